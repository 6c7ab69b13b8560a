/**
 * SHA-256 of a text, as 64 hex digits. `node:crypto` takes as long to load as ten files take to judge, so it is loaded
 * at the first hash, to which a run that only prints its findings never comes.
 */
export function sha256(text: string): string {
  return process.getBuiltinModule('node:crypto').hash('sha256', text, 'hex');
}
