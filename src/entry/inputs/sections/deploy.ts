import { duration, integer, list, map, pathKind, type RecordKind, shaped, text } from '../option.js';
import { urlPath } from './shapes.js';

/** Where the value of a Secret's key comes from; the value itself is never in a config. */
export type SecretOrigin =
  | { readonly env: string }
  | { readonly file: string }
  /** Random text of so many characters, made anew for each run. */
  | { readonly generate: number };

export interface SecretSource {
  readonly name: string;
  readonly key: string;
  readonly from: SecretOrigin;
}

const origin: RecordKind = {
  type: 'record',
  exactlyOne: true,
  fields: {
    env: { kind: { type: 'text' }, required: false, description: 'Environment variable that holds the value.' },
    file: { kind: pathKind, required: false, description: 'File that holds the value.' },
    generate: {
      kind: { type: 'integer', min: 8, max: 256 },
      required: false,
      description: 'Make a random value of so many characters.',
    },
  },
};

const secret: RecordKind = {
  type: 'record',
  fields: {
    name: { kind: { type: 'text' }, required: true, description: 'Name of the Secret.' },
    key: { kind: { type: 'text' }, required: true, description: 'Key in the Secret.' },
    from: { kind: origin, required: true, description: 'Where the value comes from.' },
  },
  short: { form: 'NAME/KEY=env:VARIABLE, NAME/KEY=file:PATH or NAME/KEY=generate:LENGTH', read: readSecret },
};

/** `session-shop/redis-password=env:REDIS_PASSWORD` */
function readSecret(line: string): Readonly<Record<string, unknown>> | undefined {
  const [, name, key, from = '', value = ''] = /^([^/=\s]+)\/([^/=\s]+)=(env|file|generate):(.+)$/.exec(line) ?? [];
  if (name === undefined) return undefined;
  return { name, key, from: { [from]: from === 'generate' ? Number(value) : value } };
}

/** Options of `deploy:`. */
export const deployOptions = {
  images: map<string>(
    { type: 'text' },
    'Image references of the manifests to replace: the one written, the one to run.',
  ),
  secrets: list<SecretSource>(secret, 'Secrets to make, with the origin of each value.', []),
  host: text('Host of the external route. Without it: the one of the Ingress.'),
  path: shaped(urlPath, 'Path that has to answer from outside.', '/'),
  expectStatus: integer({ min: 100, max: 599 }, 'HTTP status that the external route has to answer with.', 200),
  internal: list<string>({ type: 'text' }, 'Services that must not answer from outside.', []),
  timeoutSeconds: duration('seconds', 'Deadline for every rollout.', 180),
} as const;
