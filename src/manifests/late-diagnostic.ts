import type { Diagnostic } from '../domain/diagnostic.js';

/**
 * A diagnostic whose fingerprint is made when somebody asks for it. All share one getter: with a getter of its own, each
 * would have a shape of its own to V8, and ten thousand of them are slow to make and to read.
 */
export class LateDiagnostic implements Diagnostic {
  readonly rule: Diagnostic['rule'];
  readonly severity: Diagnostic['severity'];
  readonly requirement: Diagnostic['requirement'];
  readonly message: Diagnostic['message'];
  readonly remediation: Diagnostic['remediation'];
  readonly at: Diagnostic['at'];
  readonly object: Diagnostic['object'];
  readonly related: Diagnostic['related'];
  declare readonly fingerprint: string;
  declare readonly fix?: NonNullable<Diagnostic['fix']>;
  readonly #fingerprint: () => string;

  constructor(parts: Omit<Diagnostic, 'fingerprint'>, fingerprint: () => string) {
    this.rule = parts.rule;
    this.severity = parts.severity;
    this.requirement = parts.requirement;
    this.message = parts.message;
    this.remediation = parts.remediation;
    this.at = parts.at;
    this.object = parts.object;
    this.related = parts.related;
    this.#fingerprint = fingerprint;
    // Its own and not of the prototype: a copy by `{ ...diagnostic }` has to have it.
    Object.defineProperty(this, 'fingerprint', LateDiagnostic.#late);
    if (parts.fix !== undefined) this.fix = parts.fix;
  }

  static readonly #late: PropertyDescriptor = {
    enumerable: true,
    get(this: LateDiagnostic): string {
      return this.#fingerprint();
    },
  };
}
