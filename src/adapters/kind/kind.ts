import { GateError } from '../../domain/error.js';
import type { Cluster, ClusterProvider, ClusterRequest } from '../../ports/cluster-provider.js';
import type { CommandResult, Commands } from '../../ports/commands.js';
import type { Log } from '../../ports/log.js';
import { kindConfig } from './config.js';
import { findHostPort } from './host-port.js';
import { loadImages, localImages } from './images.js';
import { chooseNodeImage } from './node-image.js';

const QUICK_MS = 20_000;
const CREATE_MS = 300_000;

/** Ephemeral clusters by kind on the local Docker engine. `kind` is the path of the program. */
export function kindProvider(commands: Commands, kind: string, log: Log): ClusterProvider {
  const ask: Ask = (program, args, signal) => commands.run(program, args, { deadlineMs: QUICK_MS, signal });
  const mustTell = surely(ask);

  return {
    async preflight(signal) {
      const engine = await engineVersion(ask, signal);
      return [`Docker ${engine}`, `kind ${(await mustTell(kind, ['version', '-q'], signal)).trim()}`];
    },

    async exists(name, signal) {
      return (await mustTell(kind, ['get', 'clusters', '-q'], signal)).split('\n').includes(name);
    },

    nodeImage: (version, signal) => chooseNodeImage(commands, version, signal),
    hostPort: findHostPort,

    async create(request, signal) {
      await createCluster(commands, kind, request, signal, log);
      const told = await mustTell(kind, ['get', 'nodes', '--name', request.name, '-q'], signal);
      const nodes = told.split(/\s+/).filter((node) => node !== '');
      if (nodes.length === 0) throw notThere(request);
      return describe(request, nodes);
    },

    localImages: (references, signal) => localImages(commands, references, signal),
    loadImages: (nodes, references, signal) => loadImages(commands, nodes, references, signal),

    nodesTakingImages: (name, signal) => nodesTakingImages(ask, name, signal),
  };
}

type Ask = (program: string, args: readonly string[], signal: AbortSignal) => Promise<CommandResult>;

/** For questions whose answer would be a lie if the program failed: no output would read as "there is none". */
function surely(ask: Ask): (program: string, args: readonly string[], signal: AbortSignal) => Promise<string> {
  return async (program, args, signal) => {
    const { exitCode, stdout, stderr } = await ask(program, args, signal);
    if (exitCode === 0) return stdout;
    const line = [program, ...args].join(' ');
    throw new GateError('COMMAND_FAILED', `${line} ended with ${exitCode}: ${lastLine(stderr)}`, {
      hint: 'Run it by hand, and mend what it names.',
    });
  };
}

async function nodesTakingImages(ask: Ask, name: string, signal: AbortSignal): Promise<readonly string[]> {
  const filter = [`label=io.x-k8s.kind.cluster=${name}`, 'status=running'].map((one) => `--filter=${one}`);
  const format = '--format={{.Names}} {{.Label "io.x-k8s.kind.role"}}';
  const { stdout } = await ask('docker', ['ps', ...filter, format], signal);
  const nodes = stdout.split('\n').flatMap((line) => /^(\S+) (?:control-plane|worker)$/.exec(line)?.[1] ?? []);
  const taking = await Promise.all(
    nodes.map((node) => ask('docker', ['exec', node, 'ctr', '--namespace=k8s.io', 'version'], signal)),
  );
  return nodes.filter((_, index) => taking[index]?.exitCode === 0);
}

function lastLine(text: string): string {
  return text.trim().split('\n').at(-1) ?? '';
}

async function engineVersion(ask: Ask, signal: AbortSignal): Promise<string> {
  const hint =
    'Install Docker Engine (or Docker Desktop), start it, and see `docker version` answer; `scale-gate lint` and `plan` need none.';
  try {
    const { exitCode, stdout, stderr } = await ask('docker', ['version', '--format', '{{.Server.Version}}'], signal);
    if (exitCode === 0 && stdout.trim() !== '') return stdout.trim();
    throw new GateError('ENGINE_MISSING', `the Docker engine does not answer: ${stderr.trim().split('\n')[0] ?? ''}`, {
      hint,
    });
  } catch (error) {
    if (!(error instanceof GateError) || error.code !== 'TOOL_MISSING') throw error;
    throw new GateError('ENGINE_MISSING', 'no container engine: `docker` is not on the PATH', { hint, cause: error });
  }
}

async function createCluster(
  commands: Commands,
  kind: string,
  request: ClusterRequest,
  signal: AbortSignal,
  log: Log,
): Promise<void> {
  // `--retain` would keep broken nodes; without `--wait` kind makes no promise that we would have to doubt.
  const args = [
    'create',
    'cluster',
    '--name',
    request.name,
    '--image',
    request.nodeImage,
    '--kubeconfig',
    request.kubeconfig,
    '--config',
    '-',
  ];
  const { exitCode, stderr } = await commands.run(kind, args, {
    input: kindConfig(request),
    deadlineMs: CREATE_MS,
    signal,
    onLine: (line) => log.debug(line),
  });
  if (exitCode !== 0) throw notCreated(request, stderr);
}

function notCreated({ name, hostPort, nodeImage }: ClusterRequest, stderr: string): GateError {
  const last = stderr.trim().split('\n');
  const error = last.find((line) => line.startsWith('ERROR')) ?? last.at(-1) ?? '';
  if (/port is already allocated|address already in use/.test(stderr)) {
    return new GateError('PORT_TAKEN', `port ${hostPort} of 127.0.0.1 was taken while cluster "${name}" was made`, {
      hint: 'Run again, or choose another `cluster-host-port`.',
    });
  }
  if (/node\(s\) already exist for a cluster with the name/.test(stderr)) {
    return new GateError('CLUSTER_EXISTS', `somebody else made a kind cluster "${name}" at the same time`, {
      hint: 'Choose another `cluster-name`, or leave it out: names that are derived from the run never meet.',
    });
  }
  if (/failed to pull image|pull access denied|manifest unknown/.test(stderr)) {
    return new GateError('IMAGE_MISSING', `node image ${nodeImage} is not here and cannot be pulled`, {
      hint: 'Pull it, or name one that `docker images` lists with `cluster-node-image`.',
      facts: { error },
    });
  }
  return new GateError('CLUSTER_NOT_READY', `kind could not create cluster "${name}": ${error}`, {
    hint: 'Look at the last lines; a loaded or small machine may need another run.',
    facts: { output: last.slice(-20).join('\n') },
  });
}

function notThere({ name }: ClusterRequest): GateError {
  return new GateError('CLUSTER_NOT_READY', `kind ended well, and cluster "${name}" has no node`, {
    hint: 'Run `kind create cluster` by hand, and look at what it makes.',
  });
}

function describe({ name, kubeconfig, hostPort, clocks }: ClusterRequest, nodes: readonly string[]): Cluster {
  return {
    name,
    kubeconfig,
    context: `kind-${name}`,
    ingress: `http://127.0.0.1:${hostPort}`,
    nodes: nodes.toSorted(),
    ephemeral: true,
    ...(clocks === undefined ? {} : { clocks }),
  };
}
