import type { LoadPlan, RequestTemplate } from '../../ports/load-generator.js';
import type { Lane } from './lane.js';
import { isToken } from './plain/fields.js';
import { PlainLane } from './plain/plain-lane.js';

const methods: ReadonlySet<string> = new Set(['GET', 'HEAD', 'POST', 'PUT', 'PATCH', 'DELETE', 'OPTIONS']);

/** Fields that change how a connection is used or a message ends; undici refuses some of them, and keeps to the others. */
const reserved: ReadonlySet<string> = new Set([
  'connection',
  'content-length',
  'expect',
  'keep-alive',
  'proxy-connection',
  'te',
  'trailer',
  'transfer-encoding',
  'upgrade',
]);

function ordinary({ method, headers }: RequestTemplate): boolean {
  const names = Object.keys(headers).map((name) => name.toLowerCase());
  return (
    methods.has(method) &&
    names.every((name) => name !== '' && !reserved.has(name) && [...Buffer.from(name)].every((byte) => isToken[byte]))
  );
}

/** What our own client does: HTTP/1.1 without TLS, and requests that say nothing about the connection. */
export function isPlain({ origin, protocol, scenarios }: LoadPlan): boolean {
  return (
    protocol === 'http/1.1' && origin.startsWith('http:') && scenarios.every(({ requests }) => requests.every(ordinary))
  );
}

/** Fields of answers that somebody reads, in lower case. */
function wantedFields({ podHeader, scenarios }: LoadPlan): ReadonlySet<string> {
  const extracted = scenarios.flatMap(({ requests }) => requests.flatMap(({ extract }) => extract));
  const names = extracted.flatMap((rule) => (rule.from === 'header' ? [rule.name] : []));
  const cookies = scenarios.some((scenario) => scenario.cookies) ? ['set-cookie'] : [];
  return new Set([...names, ...cookies, ...(podHeader === null ? [] : [podHeader])].map((name) => name.toLowerCase()));
}

/** How connections to the plan's origin are opened. undici is loaded for the plans that need it. */
export async function laneOpener(plan: LoadPlan): Promise<() => Lane> {
  if (!isPlain(plan)) {
    const { UndiciLane } = await import('./undici-lane.js');
    return () => new UndiciLane(plan);
  }
  const { hostname, port } = new URL(plan.origin);
  const address = { host: hostname.replace(/^\[|\]$/g, ''), port: Number(port || 80) };
  const wanted = wantedFields(plan);
  return () => new PlainLane(address, wanted);
}
