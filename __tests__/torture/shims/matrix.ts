import { exitCodes } from '../../../src/domain/verdict.js';
import { commandsIn } from '../../runner/action-command.js';
import { apiFaults } from './api.js';
import { endings, lateEndings, sayings } from './shim.js';
import { type Fault, type Outcome, play } from './world.js';

export interface Cell {
  readonly name: string;
  readonly fault: Fault;
  /** Whether a sound service may be promoted all the same: the fault passes, or something else tells the same. */
  readonly mayPromote: boolean;
  /** Whether the run may be over without a report: it was killed, or told to hurry. */
  readonly mayBreakOff?: boolean;
}

/** The calls of programs that a run makes, and those of the teardown after it. */
const calls = [
  'docker version*',
  'docker image ls*',
  'docker image inspect*',
  'docker ps --filter*',
  'docker exec *ctr*version*',
  'docker exec -i*',
  'docker save*',
  'kind version*',
  'kind get clusters*',
  'kind get nodes*',
  'kind create*',
  'docker ps --all*',
  'kind delete*',
  'docker volume*',
] as const;

const kinds = [
  'fails',
  'is killed',
  'hangs',
  'is slow',
  'prints garbage',
  'prints nothing',
  'prints a flood',
  'a command for the runner',
  'no engine',
  'disk full',
  'engine restarts',
] as const;

const requests: readonly (readonly [name: string, match: RegExp])[] = [
  ['the version', /^GET \/version/],
  ['the nodes', /nodes$/],
  ['cluster DNS', /coredns$/],
  ['storage classes', /storageclasses/],
  ['discovery', /^GET \/apis\/apps\/v1$/],
  ['the namespace', /^PATCH .*namespaces\/shop$/],
  ['an add-on', /^PATCH .*deployments\/traefik/],
  ['the Deployment, applied', /^PATCH .*deployments\/web/],
  ['the Service, applied', /^PATCH .*services\/web/],
  ['the Deployment, looked at', /^GET .*deployments\/web/],
  ['its replica sets', /shop\/replicasets/],
  ['its pods', /shop\/pods/],
  ['endpoints', /endpointslices/],
  ['metrics', /metrics\.k8s\.io\/v1beta1\/pods/],
  ['exposures', /shop\/services$/],
  ['everything', /./],
];

/** What the making of a cluster rests on: where it goes wrong for good nothing is proven. */
const needed = /^(docker version|kind version|kind create|kind get clusters)/;
const harmless = ['is slow', 'answers after 2 s'];

export function cells(): readonly Cell[] {
  return [...missingPrograms(), ...toolCells(), ...endingCells(), ...apiCells(), ...ingressCells(), ...hostCells()];
}

function missingPrograms(): readonly Cell[] {
  const sets = [['docker'], ['kind'], ['docker', 'kind'], ['docker', 'kind', 'kubectl']];
  return sets.map((missing) => ({ name: `${missing.join(' and ')} missing`, fault: { missing }, mayPromote: false }));
}

function toolCells(): readonly Cell[] {
  const every = calls.flatMap((pattern) => kinds.map((kind) => [pattern, kind] as const));
  const created = sayings.map((kind) => ['kind create*', kind] as const);
  return [...new Set([...every, ...created].map((pair) => pair.join('|')))].flatMap((text) => {
    const [pattern = '', kind = ''] = text.split('|');
    // That there is no cluster is what most machines say.
    const isSilence = kind === 'prints nothing' && /^kind (version|get clusters)/.test(pattern);
    const isHarmless = harmless.includes(kind) || isSilence;
    // What hangs for good makes the teardown wait for it three times: tried once a program is enough.
    const lasts = kind === 'fails' || kind === 'prints garbage' ? [false, true] : [false];
    return lasts.map((lasting) => ({
      name: `${pattern} ${kind}${lasting ? ' from now on' : ''}`,
      fault: { tool: { calls: pattern, kind, lasting } },
      mayPromote:
        isHarmless || !needed.test(pattern) || (kind === 'prints garbage' && !pattern.startsWith('kind create')),
    }));
  });
}

/** Every call, and at it the end of the gate, as a person, a runner or the system brings it about. */
function endingCells(): readonly Cell[] {
  const every = calls.flatMap((pattern) => endings.map((kind) => [pattern, kind] as const));
  const late = lateEndings.map((kind) => ['kind create*', kind] as const);
  return [...every, ...late].map(([pattern, kind]) => ({
    name: `${pattern} ${kind}`,
    fault: { tool: { calls: pattern, kind, lasting: false } },
    // What is asked after the verdict cannot change it any more.
    mayPromote: teardownCalls.includes(pattern),
    mayBreakOff: /kills|twice/.test(kind),
  }));
}

const teardownCalls: readonly string[] = ['docker ps --all*', 'kind delete*', 'docker volume*'];
const ingressKinds = ['never answers', 'resets the connection', 'answers half', 'answers 502', 'answers 503'];

/** An ingress that is broken for every host is nobody's service; one that answers a status is believed. */
function ingressCells(): readonly Cell[] {
  const broken = ingressKinds.map((kind): Cell => {
    return { name: `Ingress ${kind}`, fault: { ingress: { from: 'any host', kind } }, mayPromote: false };
  });
  const later = ingressKinds.slice(0, 3).map((kind): Cell => {
    const name = `Ingress ${kind} from the first request to the service on`;
    return { name, fault: { ingress: { from: 'the service', kind } }, mayPromote: false };
  });
  return [...broken, ...later];
}

function hostCells(): readonly Cell[] {
  const day = 86_400_000;
  const jumps = [-day, -3_600_000, 3_600_000, day, 400 * day].flatMap((by) =>
    [0, 400, 1_500].map((atMs): Cell => {
      const name = `wall clock ${by < 0 ? 'back' : 'on'} by ${Math.abs(by) / 3_600_000} h after ${atMs} ms`;
      return { name, fault: { jump: { by, atMs } }, mayPromote: true };
    }),
  );
  return [...jumps, { name: 'whoever reads the output goes away', fault: { unread: true }, mayPromote: true }];
}

function apiCells(): readonly Cell[] {
  return requests.flatMap(([name, match]) =>
    apiFaults.flatMap((kind) =>
      [false, true].map((lasting) => ({
        name: `API server, ${name}: ${kind}${lasting ? ' from now on' : ''}`,
        fault: { api: { match, kind, lasting } },
        mayPromote: harmless.includes(kind) || !lasting,
      })),
    ),
  );
}

/** Everything that is wrong with how a run with this fault ended. */
export function problemsOf(cell: Cell, outcome: Outcome): readonly string[] {
  const { mayPromote, mayBreakOff = false } = cell;
  const { code, report, output, seconds, happened, left } = outcome;
  const problems = left.map((each) => `left: ${each}`);
  if (!happened) problems.push('the fault did not happen');
  if (seconds > 110) problems.push(`took ${seconds.toFixed(0)} s`);
  const heard = commandsIn(output, true);
  if (heard.length > 0) problems.push(`heard as commands: ${JSON.stringify(heard.slice(0, 2))}`);
  if (report === undefined && mayBreakOff) return problems;
  if (report === undefined) return [...problems, `no report, exit ${code}: ${output.slice(-400)}`];
  const { decision, reason } = report;
  if (code !== exitCodes[decision] && !mayBreakOff) problems.push(`${decision}, but exit ${code}`);
  if (decision === 'reject') problems.push(`a sound service is rejected: ${reason}`);
  if (decision === 'promote' && !mayPromote) problems.push('promoted');
  if (decision === 'inconclusive' && !names.test(reason)) problems.push(`the reason names nothing: ${reason}`);
  return problems;
}

/** Whoever reads a reason has to know where to look. */
const names =
  /docker|kind|API server|image|port \d|cluster|Deployment\/|Service\/|traefik|metrics|nodes|answer (?:to|from)|the run was not over|cancelled/i;

/** Plays the cells, a few at a time: most of what a run with a fault does is wait. */
export async function playAll(
  chosen: readonly Cell[],
  width: number,
  done: (cell: Cell, outcome: Outcome, problems: readonly string[]) => void,
): Promise<void> {
  const queue = [...chosen];
  const work = async (): Promise<void> => {
    for (let cell = queue.shift(); cell !== undefined; cell = queue.shift()) {
      const outcome = await play(cell.fault);
      done(cell, outcome, problemsOf(cell, outcome));
    }
  };
  await Promise.all(Array.from({ length: width }, work));
}
