/**
 * Machine-readable reasons for which the gate could not do its work; docs/errors.md has a heading for each.
 * `INPUT_INVALID` is the user's to mend (exit 64); every other code makes a run `inconclusive` (exit 2).
 */
export const errorCodes = [
  'INPUT_INVALID',
  'ENGINE_MISSING',
  'TOOL_MISSING',
  'TOOL_UNTRUSTED',
  'COMMAND_FAILED',
  'JOURNAL_FAILED',
  'CLUSTER_EXISTS',
  'CLUSTER_NOT_READY',
  'PORT_TAKEN',
  'IMAGE_MISSING',
  'API_UNREACHABLE',
  'API_REFUSED',
  'ADDON_NOT_READY',
  'REDIS_UNREACHABLE',
  'LOAD_FAILED',
  'TIMED_OUT',
  'CANCELLED',
  'EVIDENCE_REFUSED',
  'PUBLISH_FAILED',
] as const;

export type ErrorCode = (typeof errorCodes)[number];

export interface ErrorDetails {
  /** What the reader should do next, as an imperative sentence. */
  readonly hint: string;
  /** Facts that help: last state seen, command line, limits. Never secrets. */
  readonly facts?: Readonly<Record<string, string>>;
  readonly cause?: unknown;
}

/**
 * The one error class of the project: the gate, or the world around it, could not do its work.
 * `message` says what happened, to which object, with the number; `hint` says what to do; `code` is for machines.
 * A bad workload is never thrown: it is evidence.
 */
export class GateError extends Error {
  override readonly name = 'GateError';
  readonly code: ErrorCode;
  readonly hint: string;
  readonly facts: Readonly<Record<string, string>>;

  constructor(code: ErrorCode, message: string, details: ErrorDetails) {
    super(message, details.cause === undefined ? undefined : { cause: details.cause });
    this.code = code;
    this.hint = details.hint;
    this.facts = details.facts ?? {};
  }
}

/** Several faults of one input, said at once, each with its place. */
export function invalidInput(problems: readonly string[], hint: string): GateError {
  const head = problems.length === 1 ? (problems[0] ?? '') : `${problems.length} problems:\n- ${problems.join('\n- ')}`;
  return new GateError('INPUT_INVALID', head, { hint });
}

export function cancelled(what: string): GateError {
  return new GateError('CANCELLED', `cancelled while ${what}`, { hint: 'Run the gate again; nothing was concluded.' });
}
