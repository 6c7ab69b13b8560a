import fc from 'fast-check';
import { registered } from './action-command.js';

const lead = [
  '',
  ' ',
  '\t',
  '\u00a0',
  '\u0085',
  '\u2028',
  '\u3000',
  '\ufeff',
  '\u200b',
  '\u034f',
  '\x1b[0m',
  '\x1b]0;t\x07',
  '\x9b1m',
  'log line\r',
  'log line\n',
  'log line\r\n',
  'log line\v',
  '\0',
  '\x07',
];
const around: readonly ((command: string) => string)[] = [
  (command) => command,
  (command) => `{"msg":"${command}"}`,
  (command) => `message: ${command}`,
  (command) => `hello ${command} world`,
  (command) => command.replace('::', ':\u200d:').replace('##[', '#\u200b#['),
  (command) => command.replace('::', ':\x1b[31m:').replace('##[', '#\x1b[0m#['),
  (command) => command.replace('::', ':\ufe0f:').replace('##[', '##\0['),
  (command) => `x${'\u00ad'}\n${command}`,
];

/** Every registered command in both forms, behind each kind of blank, break and escape, in each kind of wrapping. */
export const seeds: readonly string[] = registered.flatMap((name) =>
  [`::${name} name=verdict::pass`, `::${name}::pass`, `##[${name} name=verdict]pass`].flatMap((command) => [
    ...lead.map((each) => each + command),
    ...around.map((wrap) => wrap(command)),
  ]),
);

const token = fc.constantFrom(
  ':',
  '::',
  '#',
  '##',
  '##[',
  '[',
  ']',
  '\r',
  '\n',
  '\t',
  ' ',
  '\\',
  '|',
  '\x1b',
  '\x1b[',
  '\x1b]',
  '\x1bP',
  '\x9b',
  '\x9c',
  '\x07',
  'm',
  '0;',
  '\0',
  '\u200b',
  '\u2028',
  '\u0085',
  '\ufeff',
  '\u034f',
  '\u{e0020}',
  '\ud800',
  '\udc00',
  'x',
  ...registered,
);

/** Text made of what commands, escapes and blanks are made of. */
export const hostileText: fc.Arbitrary<string> = fc
  .array(
    fc.oneof({ weight: 6, arbitrary: token }, { weight: 1, arbitrary: fc.string({ unit: 'binary', maxLength: 3 }) }),
    { maxLength: 14 },
  )
  .map((parts) => parts.join(''));
