import { cpSync, mkdirSync, mkdtempSync, readFileSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import type { StageName } from '../../src/domain/stage.js';
import type { Decision } from '../../src/domain/verdict.js';

/** A sound service that others are made of by one small change. */
export type Base = 'podinfo' | 'shop' | 'node' | 'redis';

/** In one file, a text that stands there exactly once, and what stands in its place. */
export type Change = readonly [file: string, from: string, to: string];

export interface Expectation {
  /** `invalid` is exit code 64: the run never begins. */
  readonly decision: Decision | 'invalid';
  /** The stage that says it; left out where all pass. */
  readonly stage?: StageName;
  /** Object and number as the reason names them, or as what is printed does where the run never begins. */
  readonly reason?: RegExp;
}

/** One service, what is particular about it, and what the gate has to say. */
export interface Defect {
  readonly name: string;
  readonly base: Base;
  readonly change?: readonly Change[];
  /** Objects beside those of the base, as YAML. */
  readonly add?: string;
  /** Joined with the base's configuration, section by section. */
  readonly config?: Config;
  /** The last stage that is run; everything after `lint` needs a cluster. */
  readonly until: 'lint' | 'deploy' | 'redis' | 'load';
  /** It gets a cluster of its own, made by the gate with quick clocks. */
  readonly own?: true;
  readonly expect: Expectation;
}

type Section = Readonly<Record<string, unknown>>;
type Config = Readonly<Record<string, Section | string>>;

const secrets = [{ name: 'session-shop', key: 'redis-password', from: { generate: 32 } }];

const bases: Readonly<Record<Base, { readonly folder: string; readonly config: Config }>> = {
  podinfo: { folder: 'examples/podinfo/k8s', config: { service: 'podinfo', deploy: { path: '/healthz' } } },
  shop: { folder: 'examples/session-shop/k8s', config: { service: 'session-shop', deploy: { secrets } } },
  node: { folder: '__tests__/defects/bases/node', config: { service: 'counter' } },
  redis: {
    folder: '__tests__/defects/bases/redis',
    config: {
      service: 'sessions',
      deploy: { secrets: [{ name: 'redis', key: 'password', from: { generate: 32 } }] },
      redis: { mode: 'verify', name: 'redis', 'replicas-per-shard': 1, 'auth-secret': 'redis', timeout: '40s' },
    },
  },
};

function joined(config: Config, more: Config): Config {
  const sections = Object.entries(more).map(([key, value]) => {
    const own = config[key];
    return [key, typeof value === 'object' && typeof own === 'object' ? { ...own, ...value } : value];
  });
  return { ...config, ...Object.fromEntries(sections) };
}

/** A cluster keeps namespaces apart, and names in it are short. */
export function namespaceOf({ name }: Defect): string {
  return `d-${name.toLowerCase().replaceAll(/[^a-z0-9]+/g, '-')}`.slice(0, 40).replace(/-$/, '');
}

/** Writes the service into a new folder below the machine's temporary one. Throws where a change finds not exactly one place. */
export function written(defect: Defect): string {
  const { base, change = [], add, config = {} } = defect;
  const folder = mkdtempSync(path.join(tmpdir(), 'sg-defect-'));
  const k8s = path.join(folder, 'k8s');
  mkdirSync(k8s);
  cpSync(bases[base].folder, k8s, { recursive: true });
  for (const [file, from, to] of change) {
    const parts = readFileSync(path.join(k8s, file), 'utf8').split(from);
    if (parts.length !== 2) throw new Error(`${defect.name}: ${file} holds ${parts.length - 1} times "${from}"`);
    writeFileSync(path.join(k8s, file), parts.join(to));
  }
  if (add !== undefined) writeFileSync(path.join(k8s, 'added.yaml'), add);
  // Without one for each, two services would meet in the namespace that the base names.
  const whole = joined({ ...bases[base].config, namespace: namespaceOf(defect) }, config);
  writeFileSync(path.join(folder, 'scale-gate.yml'), `${JSON.stringify(whole, null, 2)}\n`);
  return folder;
}
