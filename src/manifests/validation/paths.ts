import type { At } from './at.js';
import type { Faults } from './faults.js';

export function judgeNoBacksteps(path: string, at: At, faults: Faults): void {
  if (path.split('/').includes('..')) faults.invalid(at, path, 'must not contain `..`');
}

export function judgeDescending(path: string, at: At, faults: Faults): void {
  if (path.startsWith('/')) faults.invalid(at, path, 'must be a relative path');
  judgeNoBacksteps(path, at, faults);
}

export function judgeNonReserved(path: string, at: At, faults: Faults): void {
  judgeDescending(path, at, faults);
  if (path.startsWith('..') && !path.startsWith('../')) faults.invalid(at, path, 'must not start with `..`');
}

/** A file mode; decimal in JSON, octal in most people's YAML. */
export function judgeMode(mode: number | undefined, at: At, faults: Faults): void {
  if (mode !== undefined && (mode > 0o777 || mode < 0)) faults.invalid(at, mode, 'must be between 0 and 0777 (octal)');
}
