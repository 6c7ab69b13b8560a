/**
 * The workflow runner's ear, written down from actions/runner: `StreamReader.ReadLine`, `ActionCommand.TryParseV2`,
 * `ActionCommand.TryParse` and the names that `ActionCommandManager` registers. It hears more than the runner does: what
 * ICU overlooks in a comparison by culture is overlooked here as well.
 */
export const registered = [
  'set-env',
  'set-output',
  'save-state',
  'add-path',
  'add-mask',
  'add-matcher',
  'remove-matcher',
  'debug',
  'warning',
  'error',
  'notice',
  'group',
  'endgroup',
  'echo',
  'stop-commands',
  'internal-set-repo-path',
] as const;

const overlooked = /[\0-\x08\x0e-\x1f\x7f-\x84\x86-\x9f\p{Cf}\p{Default_Ignorable_Code_Point}]/gu;
/** `Char.IsWhiteSpace` of .NET, and the byte order mark, which older ones trimmed. */
const leadingBlanks = /^[\t-\r \x85\xa0\u1680\u2000-\u200a\u2028\u2029\u202f\u205f\u3000\ufeff]+/;

export function linesOf(text: string): string[] {
  return text.split(/\r\n|\r|\n/);
}

function parseV2(line: string): string | undefined {
  const message = line.replace(leadingBlanks, '');
  if (!message.startsWith('::')) return undefined;
  const end = message.indexOf('::', 2);
  return end < 0 ? undefined : message.slice(2, end).split(' ')[0];
}

function parseV1(line: string): string | undefined {
  const start = line.indexOf('##[');
  const end = start < 0 ? -1 : line.indexOf(']', start);
  return end < 0 ? undefined : line.slice(start + 3, end).split(' ')[0];
}

/** Every command that a runner would take out of `text`; whatever its name is, when `anyName`. */
export function commandsIn(text: string, anyName = false): string[] {
  const names: readonly string[] = registered;
  return linesOf(text).flatMap((line) =>
    [line, line.replace(overlooked, '')]
      .flatMap((each) => [parseV2(each), parseV1(each)])
      .filter((name) => name !== undefined)
      .filter((name) => anyName || names.includes(name.toLowerCase())),
  );
}
