import { spawn } from 'node:child_process';
import {
  chmodSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs';
import { createServer, type Server, type ServerResponse } from 'node:http';
import { tmpdir } from 'node:os';
import path from 'node:path';
import type { Report } from '../../../src/domain/report.js';
import { type ApiFault, FakeApi } from './api.js';
import { shim } from './shim.js';

/** How a program goes wrong; `lasting` from its first call on. */
export interface ToolFault {
  /** Pattern of `case` over `docker ps …`. */
  readonly calls: string;
  readonly kind: string;
  readonly lasting: boolean;
}

/** How the Ingress goes wrong, for every host, from the first time on that it is asked for this one. */
export interface IngressFault {
  readonly from: 'any host' | 'the service';
  readonly kind: string;
}

export interface Fault {
  readonly tool?: ToolFault;
  readonly ingress?: IngressFault;
  /** Milliseconds by which the wall clock of the gate jumps, and when. */
  readonly jump?: { readonly by: number; readonly atMs: number };
  /** Whoever reads the output goes away when it has begun. */
  readonly unread?: boolean;
  readonly api?: { readonly match: RegExp; readonly kind: ApiFault; readonly lasting: boolean };
  /** Programs that are not there at all. */
  readonly missing?: readonly string[];
}

export interface Outcome {
  readonly code: number | string;
  readonly report: Report | undefined;
  readonly output: string;
  readonly seconds: number;
  readonly happened: boolean;
  readonly left: readonly string[];
  readonly calls: readonly string[];
  readonly asked: readonly string[];
}

export const cli = path.resolve(process.env['SG_DIST'] ?? 'dist', 'cli/index.js');
const programs = ['docker', 'kind', 'kubectl'];
const usual = ['sh', 'cat', 'sleep', 'mkdir', 'rm', 'ls', 'head', 'yes', 'grep', 'sed', 'git', 'env', 'setsid', 'date'];

const manifests = `
apiVersion: apps/v1
kind: Deployment
metadata: { name: web }
spec:
  selector: { matchLabels: { app: web } }
  template:
    metadata: { labels: { app: web } }
    spec: { containers: [{ name: web, image: 'shop:1', ports: [{ name: http, containerPort: 80 }] }] }
---
apiVersion: v1
kind: Service
metadata: { name: web }
spec: { selector: { app: web }, ports: [{ name: http, port: 80, targetPort: http }] }
---
apiVersion: networking.k8s.io/v1
kind: Ingress
metadata: { name: web }
spec:
  rules:
    - host: web.example
      http: { paths: [{ path: /, pathType: Prefix, backend: { service: { name: web, port: { name: http } } } }] }
`;

/** Plays one run of the real command line over programs and an API server that are ours, and one fault. */
export async function play(fault: Fault): Promise<Outcome> {
  const { tool, api: apiFault, missing = [] } = fault;
  const root = mkdtempSync(path.join(tmpdir(), 'sg-shims-'));
  const api = new FakeApi();
  api.fault = apiFault;
  const asked = { wrong: false };
  const ingress = ingressServer(fault.ingress, asked);
  const watch = setInterval(() => listenWhereAsked(root, ingress), 20);
  try {
    furnish(root, await api.open(), missing, tool);
    const env = environment(root);
    const begun = performance.now();
    const own = { ...env, ...jumping(fault.jump) };
    const { code, output } = await launch(['run', path.join(root, 'service'), ...options(root)], own, fault.unread);
    const seconds = (performance.now() - begun) / 1000;
    // The fault is over by then, as it is when somebody has mended the machine and cleans up.
    writeFileSync(path.join(root, 'fault'), '||');
    for (const name of programs) provide(root, name);
    const runs = readdirSync(path.join(root, 'state', 'scale-gate', 'journal')).map((name) =>
      name.replace(/\.ndjson$/, ''),
    );
    for (const run of runs) await launch(['cleanup', run], env);
    return {
      code,
      output,
      seconds,
      report: reportIn(root),
      happened:
        (tool === undefined || existsSync(path.join(root, 'struck'))) &&
        (apiFault === undefined || api.happened) &&
        (fault.ingress === undefined || asked.wrong),
      left: leftIn(root),
      calls: linesOf(path.join(root, 'calls')),
      asked: api.asked,
    };
  } finally {
    clearInterval(watch);
    ingress.closeAllConnections();
    ingress.close();
    await api.close();
    rmSync(root, { recursive: true, force: true });
  }
}

/** A wall clock that somebody sets; what is monotonic goes on. */
function jumping(jump: Fault['jump']): NodeJS.ProcessEnv {
  if (jump === undefined) return {};
  const source = `let by = 0; setTimeout(() => { by = ${jump.by}; }, ${jump.atMs}).unref();
const now = () => RealDate.now() + by; const RealDate = Date;
globalThis.Date = new Proxy(RealDate, {
  construct: (target, args) => (args.length > 0 ? new target(...args) : new target(now())),
  get: (target, key) => (key === 'now' ? now : Reflect.get(target, key)),
});`;
  return { NODE_OPTIONS: `--import=data:text/javascript,${encodeURIComponent(source)}` };
}

function options(root: string): readonly string[] {
  const off = ['--redis-mode', 'off', '--load-profile', 'off', '--lint-rules', 'cpu-limit-missing=off'];
  const times = ['--cluster-timeout', '10s', '--deploy-timeout', '10s', '--timeout', '60s'];
  return [
    ...off,
    ...times,
    '--namespace',
    'shop',
    '--stages',
    'provision,deploy',
    '--reports-folder',
    path.join(root, 'reports'),
  ];
}

function furnish(root: string, server: string, missing: readonly string[], fault: ToolFault | undefined): void {
  for (const folder of ['bin', 'usual', 'empty', 'clusters', 'service/k8s', 'state/scale-gate/journal', 'state/tmp'])
    mkdirSync(path.join(root, folder), { recursive: true });
  writeFileSync(path.join(root, 'service', 'k8s', 'web.yaml'), manifests);
  writeFileSync(
    path.join(root, 'fault'),
    fault === undefined ? '||' : `${fault.calls}|${fault.kind}|${fault.lasting ? 'lasting' : 'once'}`,
  );
  writeFileSync(path.join(root, 'calls'), '');
  const user = { name: 'u', user: { token: 'tok' } };
  const cluster = { name: 'c', cluster: { server, 'insecure-skip-tls-verify': true } };
  const context = { name: 'NAME', context: { cluster: 'c', user: 'u' } };
  const config = {
    apiVersion: 'v1',
    kind: 'Config',
    'current-context': 'NAME',
    clusters: [cluster],
    users: [user],
    contexts: [context],
  };
  writeFileSync(path.join(root, 'kubeconfig'), JSON.stringify(config));
  for (const name of programs) if (!missing.includes(name)) provide(root, name);
  for (const name of usual) {
    const found = ['/usr/bin', '/bin'].map((folder) => path.join(folder, name)).find((file) => existsSync(file));
    if (found !== undefined) symlinkSync(found, path.join(root, 'usual', name));
  }
}

function provide(root: string, name: string): void {
  const file = path.join(root, 'bin', name);
  if (existsSync(file)) return;
  writeFileSync(file, shim(name));
  chmodSync(file, 0o755);
}

function environment(root: string): NodeJS.ProcessEnv {
  const state = path.join(root, 'state');
  return {
    PATH: `${path.join(root, 'bin')}:${path.join(root, 'usual')}`,
    HOME: root,
    SG_SHIMS: root,
    XDG_STATE_HOME: state,
    RUNNER_TEMP: state,
    TMPDIR: path.join(state, 'tmp'),
    NO_COLOR: '1',
    // Nothing is downloaded: what is not on the PATH is missing.
    SCALE_GATE_TOOLS_FOLDER: path.join(root, 'empty'),
  };
}

async function launch(
  args: readonly string[],
  env: NodeJS.ProcessEnv,
  unread = false,
): Promise<{ code: number | string; output: string }> {
  const child = spawn(process.execPath, [cli, ...args], { env, stdio: ['ignore', 'pipe', 'pipe'] });
  let output = '';
  const take = (chunk: Buffer): void => {
    output += chunk.toString();
  };
  child.stdout.on('data', take);
  child.stderr.on('data', take);
  if (unread) child.stdout.once('data', () => child.stdout.destroy());
  const limit = setTimeout(() => child.kill('SIGKILL'), 120_000);
  const code = await new Promise<number | string>((resolve) => {
    child.once('close', (status, signal) => resolve(signal ?? status ?? 'no code'));
  });
  clearTimeout(limit);
  return { code, output };
}

/** Where the Ingress of the cluster answers: the shim of kind asks for the port that it was given. */
function ingressServer(fault: IngressFault | undefined, asked: { wrong: boolean }): Server {
  return createServer((request, response) => {
    const isOurs = request.headers.host === 'web.example';
    if (fault !== undefined && (fault.from === 'any host' || isOurs)) asked.wrong = true;
    if (fault !== undefined && asked.wrong) answerWrong(fault.kind, response);
    else response.writeHead(isOurs ? 200 : 404).end();
  });
}

function answerWrong(kind: string, response: ServerResponse): void {
  const status = /^answers (\d{3})$/.exec(kind)?.[1];
  if (status !== undefined) response.writeHead(Number(status)).end('##[set-output name=verdict]promote');
  else if (kind === 'answers half') {
    response.writeHead(200, { 'content-length': '1000' }).write('half');
    setTimeout(() => response.destroy(), 50);
  } else if (kind === 'resets the connection') response.destroy();
}

function listenWhereAsked(root: string, server: Server): void {
  const asked = path.join(root, 'listen');
  if (server.listening || !existsSync(asked)) return;
  const port = Number(readFileSync(asked, 'utf8').trim());
  if (port > 0) server.listen(port, '127.0.0.1', () => writeFileSync(path.join(root, 'listening'), ''));
}

function reportIn(root: string): Report | undefined {
  const file = path.join(root, 'reports', 'report.json');
  return existsSync(file) ? (JSON.parse(readFileSync(file, 'utf8')) as Report) : undefined;
}

function linesOf(file: string): readonly string[] {
  return readFileSync(file, 'utf8')
    .split('\n')
    .filter((line) => line !== '');
}

/** Clusters, processes and files of the run that are still there; the journal stays, with nothing open in it. */
function leftIn(root: string): readonly string[] {
  const state = path.join(root, 'state');
  const files = readdirSync(state, { recursive: true, withFileTypes: true })
    .filter((entry) => !entry.isDirectory())
    .map((entry) => path.relative(state, path.join(entry.parentPath, entry.name)))
    .filter((file) => !file.startsWith('scale-gate/journal/'));
  return [
    ...readdirSync(path.join(root, 'clusters')).map((name) => `cluster ${name}`),
    ...files.map((file) => `file ${file}`),
    ...processesOf(root).map((pid) => `process ${pid}`),
    ...openIn(path.join(state, 'scale-gate', 'journal')),
  ];
}

function processesOf(root: string): readonly string[] {
  return readdirSync('/proc').filter((pid) => {
    try {
      return /^\d+$/.test(pid) && readFileSync(`/proc/${pid}/environ`, 'utf8').split('\0').includes(`SG_SHIMS=${root}`);
    } catch {
      return false;
    }
  });
}

function openIn(journal: string): readonly string[] {
  return readdirSync(journal).flatMap((file) => {
    const lines = linesOf(path.join(journal, file)).map((line) => JSON.parse(line) as { act: string; owned: unknown });
    const count = (act: string, owned: string): number =>
      lines.filter((line) => line.act === act && JSON.stringify(line.owned) === owned).length;
    const owned = new Set(lines.map((line) => JSON.stringify(line.owned)));
    return [...owned]
      .filter((one) => count('own', one) > 0 && count('release', one) === 0)
      .map((one) => `journal ${one}`);
  });
}
