import type { At } from './at.js';
import type { Faults } from './faults.js';
import { httpHeaderName, portName, portNumber } from './names.js';
import { child, either, has, list, number, type Obj, struct, structs, text } from './values.js';

export function judgePort(port: number | string | undefined, at: At, faults: Faults): void {
  if (typeof port === 'string') faults.all(at, port, portName(port));
  else faults.all(at, port ?? 0, portNumber(port ?? 0));
}

function judgeHttp(action: Obj, at: At, faults: Faults): void {
  judgePort(either(action, 'port'), at.in('port'), faults);
  const scheme = text(action, 'scheme') || 'HTTP';
  if (scheme !== 'HTTP' && scheme !== 'HTTPS') faults.notSupported(at.in('scheme'), scheme, ['HTTP', 'HTTPS']);
  for (const header of structs(action, 'httpHeaders'))
    faults.all(at.in('httpHeaders'), text(header, 'name'), httpHeaderName(text(header, 'name')));
}

function judgeSleep(action: Obj, at: At, grace: number, faults: Faults): void {
  const seconds = number(action, 'seconds') ?? 0;
  if (seconds < 0 || seconds > grace)
    faults.invalid(at, seconds, `must be between 0 and terminationGracePeriodSeconds (${grace})`);
}

const handlers: readonly (readonly [string, (action: Obj, at: At, grace: number, faults: Faults) => void])[] = [
  [
    'exec',
    (action, at, _, faults) => (list(action, 'command').length === 0 ? faults.required(at.in('command')) : undefined),
  ],
  ['httpGet', (action, at, _, faults) => judgeHttp(action, at, faults)],
  ['tcpSocket', (action, at, _, faults) => judgePort(either(action, 'port'), at.in('port'), faults)],
  ['grpc', (action, at, _, faults) => judgePort(number(action, 'port') ?? 0, at.in('port'), faults)],
  ['sleep', (action, at, grace, faults) => judgeSleep(action, at, grace, faults)],
];

/** What a probe or a hook does: exactly one thing. */
export function judgeHandler(handler: Obj, at: At, grace: number, faults: Faults, sleeps: boolean): void {
  let kinds = 0;
  for (const [name, judge] of handlers) {
    if (!has(handler, name) || (name === 'sleep' && !sleeps) || (name === 'grpc' && sleeps)) continue;
    if (kinds++ > 0) faults.forbidden(at.in(name), 'may not specify more than 1 handler type');
    else judge(struct(handler, name), at.in(name), grace, faults);
  }
  if (kinds === 0) faults.required(at, 'must specify a handler type');
}

function judgeProbe(probe: Obj, at: At, grace: number, faults: Faults): void {
  judgeHandler(probe, at, grace, faults, false);
  for (const name of [
    'initialDelaySeconds',
    'timeoutSeconds',
    'periodSeconds',
    'successThreshold',
    'failureThreshold',
  ]) {
    faults.nonNegative(at.in(name), number(probe, name));
  }
  const own = number(probe, 'terminationGracePeriodSeconds');
  if (own !== undefined && own <= 0)
    faults.invalid(at.in('terminationGracePeriodSeconds'), own, 'must be greater than 0');
}

export function judgeProbes(container: Obj, at: At, grace: number, faults: Faults): void {
  for (const name of ['livenessProbe', 'readinessProbe', 'startupProbe']) {
    const probe = child(container, name);
    if (probe === undefined) continue;
    judgeProbe(probe, at.in(name), grace, faults);
    if (name === 'readinessProbe') {
      if (has(probe, 'terminationGracePeriodSeconds'))
        faults.invalid(
          at.in(name).in('terminationGracePeriodSeconds'),
          number(probe, 'terminationGracePeriodSeconds'),
          'must not be set for readiness probes',
        );
    } else if ((number(probe, 'successThreshold') || 1) !== 1)
      faults.invalid(at.in(name).in('successThreshold'), number(probe, 'successThreshold'), 'must be 1');
  }
}

export function judgeLifecycle(container: Obj, at: At, grace: number, faults: Faults): void {
  const lifecycle = struct(container, 'lifecycle');
  for (const name of ['postStart', 'preStop'])
    if (has(lifecycle, name)) judgeHandler(struct(lifecycle, name), at.in(name), grace, faults, true);
}
