import type { Path } from '../manifest.js';
import type { Mending } from '../mending/mending.js';

/** At which step the API server refuses an object. Words of the oracle of parity. */
export type Stage = 'identify' | 'decode' | 'strict' | 'validate' | 'store';

/** One reason for which the API server refuses an object. */
export interface Problem {
  readonly stage: Stage;
  /** The server's cause: `FieldValueRequired`, `UnknownField` … */
  readonly type: string;
  /** The path as the server writes it; not always one that is in the object (`spec.template.labels`). */
  readonly field: string;
  /** Where it is in the object. */
  readonly path: Path;
  readonly message: string;
  readonly remediation?: string;
  readonly mending?: Mending;
}
