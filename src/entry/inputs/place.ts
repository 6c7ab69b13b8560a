import type { ConfigDocument, ConfigPath } from '../../adapters/yaml/config-document.js';

/** A value of a user on its way through the checks: where it came from, and where complaints go. */
export interface Place {
  /** The subject of a complaint: `scale-gate.yml:3:11: redis.shards`, `input redis-shards`. */
  subject(what: 'key' | 'value'): string;
  /** How a scalar was written, where that is known. */
  source(): string | undefined;
  child(step: string | number): Place;
}

/** `['load', 'scenarios', 0, 'path']` → `load.scenarios[0].path` */
export function dotted(path: ConfigPath): string {
  return path.map((step, i) => (typeof step === 'number' ? `[${step}]` : `${i > 0 ? '.' : ''}${step}`)).join('');
}

/** A place in the configuration file. */
export function configPlace(file: string, document: ConfigDocument, path: ConfigPath): Place {
  return {
    subject: (what) => {
      const { line, column } = document.locate(path, what);
      return `${file}:${line}:${column}: ${dotted(path)}`;
    },
    source: () => document.source(path),
    child: (step) => configPlace(file, document, [...path, step]),
  };
}

/** A place in the text of an input or a flag. */
export function inputPlace(label: string, path: ConfigPath = []): Place {
  const steps = dotted(path);
  return {
    subject: () => (steps === '' ? label : `${label} (${steps})`),
    source: () => undefined,
    child: (step) => inputPlace(label, [...path, step]),
  };
}
