/**
 * Text as Markdown that shows exactly this text: no markup, no HTML, no link, nobody notified.
 *
 * Punctuation that can begin markup is escaped with a backslash (CommonMark 2.4), so that it is safe in tables, too. A zero-width
 * space parts what GitHub would make a mention or a reference of.
 */
export function inline(text: string): string {
  return flat(text)
    .replace(/(^|\W)@(?=\w)/g, '$1@\u200b')
    .replace(/#(?=\d)/g, '#\u200b')
    .replace(/\bGH-(?=\d)/gi, '$&\u200b')
    .replace(/[!#$&()*+.:<>@[\\\]^_`{|}~-]/g, (sign) => entities[sign] ?? `\\${sign}`);
}

const entities: Readonly<Record<string, string>> = { '&': '&amp;', '<': '&lt;', '>': '&gt;' };

/** Text as a code span, outside of tables: its fence is longer than any run of backticks in it. */
export function code(text: string): string {
  const plain = flat(text);
  if (plain === '') return '';
  const longest = Math.max(0, ...[...plain.matchAll(/`+/g)].map(([run]) => run.length));
  const fence = '`'.repeat(longest + 1);
  const pad = plain.startsWith('`') || plain.endsWith('`') ? ' ' : '';
  return `${fence}${pad}${plain}${pad}${fence}`;
}

/** One line without control characters and without what turns the direction of reading. */
export function flat(text: string): string {
  return text.replace(/[\s\u0000-\u001f\u007f-\u009f\u202a-\u202e\u2066-\u2069]+/g, ' ').trim();
}

/** A table; the cells are Markdown already. */
export function table(head: readonly string[], rows: readonly (readonly string[])[]): string {
  const line = (cells: readonly string[]): string => `| ${cells.join(' | ')} |`;
  return [line(head), line(head.map(() => '---')), ...rows.map(line)].join('\n');
}

/** The sections that fit into `bytes`, whole sections from the front; says so where some do not. */
export function fitting(sections: readonly string[], bytes: number): string {
  const note = '\n\n_The rest was left out here for its size; the HTML page and report.json have everything._\n';
  const size = (text: string): number => new TextEncoder().encode(text).length;
  const room = bytes - size(note);
  let [text, used] = ['', 0];
  for (const section of sections.filter((one) => one !== '')) {
    used += size(section) + 2;
    if (used > room) return text + note;
    text += `${text === '' ? '' : '\n\n'}${section}`;
  }
  return `${text}\n`;
}
