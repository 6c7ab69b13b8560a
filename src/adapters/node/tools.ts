import { chmod, copyFile, mkdir, rm } from 'node:fs/promises';
import path from 'node:path';
import { GateError, invalidInput } from '../../domain/error.js';
import type { Clock } from '../../ports/clock.js';
import type { Commands } from '../../ports/commands.js';
import type { Log } from '../../ports/log.js';
import type { ToolName, Tools } from '../../ports/tools.js';
import { digestOf } from './digest.js';
import { type DownloadLimits, defaultLimits, download } from './download.js';
import { type LockedTool, toolTable } from './tool-table.js';

export interface ToolSettings {
  /** Our folder; downloads are kept in it, and their digests looked at before each use. */
  readonly cache: string;
  /** `v0.33.0`, or `v0.33.0@sha256:…` for a version that the table does not know. */
  readonly versions: Readonly<Partial<Record<ToolName, string>>>;
  /** A folder with `kind` and `kubectl`, or `kind-linux-amd64` and so on. With it nothing is downloaded. */
  readonly offlineFolder?: string;
  /** Instead of the origin; paths below it are the origin's. */
  readonly mirror?: string;
  readonly limits?: DownloadLimits;
  /** `os/arch` in Go's words; this machine's when it is not given. */
  readonly platform?: string;
  readonly table?: Readonly<Record<ToolName, LockedTool>>;
}

export interface ToolPorts {
  readonly commands: Pick<Commands, 'find'>;
  readonly clock: Clock;
  readonly log: Log;
}

/** From the PATH first, because that is what the user runs; else from the offline folder, the cache or a download, verified. */
export function nodeTools(settings: ToolSettings, ports: ToolPorts): Tools {
  const provided = new Map<ToolName, Promise<string>>();
  return {
    provide(tool, signal) {
      const known = provided.get(tool) ?? provide(tool, signal, settings, ports);
      provided.set(tool, known);
      known.catch(() => provided.delete(tool));
      return known;
    },
  };
}

/** Commands for which `kind` and `kubectl` are the provided ones, whatever the PATH says later. */
export function commandsWithTools(commands: Commands, tools: Tools): Commands {
  const resolve = async (program: string, signal: AbortSignal): Promise<string> =>
    program === 'kind' || program === 'kubectl' ? tools.provide(program, signal) : program;
  return {
    find: (program) => commands.find(program),
    run: async (program, args, options) => commands.run(await resolve(program, options.signal), args, options),
    async pipe(source, sinks, options) {
      const [first, ...rest] = await Promise.all(
        [source, ...sinks].map(async (each) => ({ ...each, program: await resolve(each.program, options.signal) })),
      );
      return commands.pipe(first ?? source, rest, options);
    },
  };
}

async function provide(tool: ToolName, signal: AbortSignal, settings: ToolSettings, ports: ToolPorts): Promise<string> {
  const wanted = settings.versions[tool];
  const onPath = wanted === undefined ? await ports.commands.find(tool) : undefined;
  if (onPath !== undefined) return onPath;
  const platform = settings.platform ?? `${process.platform}/${process.arch === 'x64' ? 'amd64' : process.arch}`;
  const pin = pinOf(tool, wanted, platform, settings.table ?? toolTable);
  const target = path.join(settings.cache, `${tool}-${pin.version}-${pin.sha256.slice(0, 16)}`);
  const cached = await digestOf(target);
  if (cached === pin.sha256) return target;
  if (cached !== undefined) ports.log.warn(`${target} was changed after it was verified; it is fetched again`);
  await rm(target, { force: true });
  if (settings.offlineFolder !== undefined) return fromFolder(tool, settings.offlineFolder, platform, pin, target);
  const url = (settings.mirror?.replace(/\/+$/, '') ?? pin.host) + pin.path;
  ports.log.info(`downloading ${tool} ${pin.version} from ${url}`);
  await download({ url, sha256: pin.sha256, target }, { ...ports, signal, limits: settings.limits ?? defaultLimits });
  return target;
}

interface Pin {
  readonly version: string;
  readonly sha256: string;
  readonly host: string;
  readonly path: string;
}

function pinOf(
  tool: ToolName,
  wanted: string | undefined,
  platform: string,
  table: Readonly<Record<ToolName, LockedTool>>,
): Pin {
  const locked = table[tool];
  const parts = /^(v?\d+\.\d+\.\d+(?:-[\w.]+)?)(?:@sha256:([0-9a-f]{64}))?$/.exec(wanted ?? locked.version);
  if (parts === null)
    throw invalidInput([`${tool} version ${JSON.stringify(wanted)}`], 'Write it as v1.2.3 or v1.2.3@sha256:….');
  const version = `v${(parts[1] ?? '').replace(/^v/, '')}`;
  const sha256 = parts[2] ?? (version === locked.version ? locked.digests[platform] : undefined);
  if (sha256 === undefined) throw unlisted(tool, version, platform, locked);
  const [os = '', arch = ''] = platform.split('/');
  const file = locked.path.replaceAll('%v', version).replaceAll('%o', os).replaceAll('%a', arch);
  return { version, sha256, host: locked.host, path: file };
}

function unlisted(tool: ToolName, version: string, platform: string, locked: LockedTool): GateError {
  return new GateError(
    'TOOL_UNTRUSTED',
    `no digest is known for ${tool} ${version} on ${platform}, so it is not downloaded`,
    {
      hint: `Install ${tool}, use ${locked.version}, or write ${version}@sha256:<its digest>.`,
    },
  );
}

/** Copied before it is verified and run from the copy, so that it can not be exchanged in between. */
async function fromFolder(tool: ToolName, folder: string, platform: string, pin: Pin, target: string): Promise<string> {
  const names = [tool, `${tool}-${platform.replace('/', '-')}`];
  await mkdir(path.dirname(target), { recursive: true, mode: 0o700 });
  for (const name of names) {
    const found = await copyFile(path.join(folder, name), target).then(
      () => true,
      () => false,
    );
    if (!found) continue;
    const actual = await digestOf(target);
    if (actual === pin.sha256) {
      await chmod(target, 0o700);
      return target;
    }
    await rm(target, { force: true });
    throw new GateError(
      'TOOL_UNTRUSTED',
      `${path.join(folder, name)} is not ${tool} ${pin.version}: sha256 ${actual} instead of ${pin.sha256}`,
      {
        hint: `Put ${tool} ${pin.version} there, or write the version as ${pin.version}@sha256:${actual} if you trust it.`,
      },
    );
  }
  throw new GateError('TOOL_MISSING', `${folder} holds neither ${names.join(' nor ')}`, {
    hint: `Put ${tool} ${pin.version} into the offline folder, or take the offline folder away.`,
  });
}
