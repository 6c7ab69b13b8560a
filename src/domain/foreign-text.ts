/** UTF-16 units. A report is read by people: what is longer than this is cut, and said to be cut. */
export interface TextCaps {
  readonly line: number;
  readonly total: number;
}

export const defaultCaps: TextCaps = { line: 8_192, total: 262_144 };

/** As the runner's `StreamReader.ReadLine` splits: a lone CR ends a line as well. */
const lineEnds = /\r\n|\n|\r/;

/** OSC, DCS, SOS, PM and APC strings with their content, CSI sequences, and any other escape; 7-bit and 8-bit forms. */
const escapes =
  /(?:\x1b[\]PX^_]|[\x9d\x90\x98\x9e\x9f])[^\x07\x1b\x9c]*(?:\x07|\x1b\\|\x9c)?|(?:\x1b\[|\x9b)[0-?]*[ -/]*[@-~]?|\x1b[ -/]*[0-~]?/g;

/**
 * What is not seen, or moves what is seen: controls but for the tab, bidi marks, zero widths, fillers, line ends of
 * Unicode. The runner compares by culture, and ICU overlooks exactly these: `:<zero width>:` is `::` to it.
 */
const invisibles = /[\0-\x08\x0a-\x1f\x7f-\x9f\u2028\u2029\p{Cf}\p{Default_Ignorable_Code_Point}]/gu;

/** Printable ASCII and tabs: nothing that is not seen. Nearly every line, told in one look. */
const visibleOnly = /^[\t -~]*$/;

/** The same, and a sign at its start that is neither a blank nor of a command: nothing is to be done, save for what is long or old. */
const harmless = /^[!-9;-~][\t -~]*$/;

/** The old form of a workflow command is heard anywhere in a line. */
const commandAnywhere = /##\[/g;

/** The new form is heard behind any blanks; more than .NET's `TrimStart` knows are taken for blanks. */
const commandAtStart = /^[\s\p{Z}\p{C}]*::/u;

/**
 * One line of text that came from outside (logs of pods and tools, names from manifests, bodies of answers), made
 * harmless for a terminal and for the workflow runner, which takes commands out of what a step prints. See
 * `ActionCommandManager.TryProcessCommand` and `ActionCommand.TryParse`/`TryParseV2` of actions/runner.
 */
export function sanitiseLine(line: string, cap = defaultCaps.line): string {
  if (line.length <= cap && harmless.test(line) && !line.includes('##[')) return line;
  const visible = visibleOnly.test(line) ? line : line.replace(escapes, '').replace(invisibles, '').toWellFormed();
  const cut =
    visible.length > cap ? `${visible.slice(0, cap).toWellFormed()} [… ${visible.length - cap} cut]` : visible;
  const quiet = cut.includes('##[') ? cut.replace(commandAnywhere, '##\\[') : cut;
  return commandAtStart.test(quiet) ? `| ${quiet.trimStart()}` : quiet;
}

/** Text of several lines. Never longer than `caps.total` and a note. */
export function sanitise(text: string, caps = defaultCaps): string {
  const lines: string[] = [];
  let size = 0;
  for (const line of text.split(lineEnds)) {
    const clean = sanitiseLine(line, caps.line);
    size += clean.length + 1;
    if (size > caps.total + 1) return [...lines, `[… cut: more than ${caps.total} characters]`].join('\n');
    lines.push(clean);
  }
  return lines.join('\n');
}

/** Foreign text for the middle of a sentence: one line, in quotes' stead cut short. */
export function sanitisePhrase(text: string, cap = 300): string {
  return sanitiseLine(text.split(lineEnds).join(' ').replace(/\s+/g, ' ').trim(), cap);
}
