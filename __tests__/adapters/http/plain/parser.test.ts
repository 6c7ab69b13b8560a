import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import type { Fields } from '../../../../src/adapters/http/lane.js';
import { AnswerParser } from '../../../../src/adapters/http/plain/parser.js';

interface Read {
  readonly answers: [number, Fields][];
  body: string;
  completed: boolean | null;
  sound: boolean;
}

interface Options {
  readonly method?: string;
  readonly cuts?: number[];
  readonly end?: boolean;
}

/** A connection: each call feeds an answer's text in pieces that end at the cuts, then ends the connection if asked to. */
function opened(wanted: readonly string[]): (text: string, options?: Options) => Read {
  let seen: Read = { answers: [], body: '', completed: null, sound: true };
  const parser = new AnswerParser(
    {
      answer(status, fields) {
        seen.answers.push([status, fields]);
      },
      data(buffer, from, to) {
        seen.body += buffer.toString('latin1', from, to);
      },
      complete(reusable) {
        seen.completed = reusable;
      },
    },
    new Set(wanted),
  );
  return (text, options = {}) => {
    seen = { answers: [], body: '', completed: null, sound: true };
    parser.expect(options.method ?? 'GET');
    const bytes = Buffer.from(text, 'latin1');
    const cuts = [0, ...(options.cuts ?? []).filter((cut) => cut < bytes.length), bytes.length].sort((a, b) => a - b);
    for (const [index, from] of cuts.slice(0, -1).entries()) {
      // As sockets do: the same memory is used for each piece, and longer than it.
      const piece = Buffer.concat([bytes.subarray(from, cuts[index + 1]), Buffer.from('\r\n\r\nleft over')]);
      if (seen.sound) seen.sound = parser.feed(piece, cuts[index + 1]! - from);
    }
    if (options.end && seen.sound) seen.sound = parser.end();
    return seen;
  };
}

/** The first answer of a connection. */
function read(text: string, options: Options & { wanted?: string[] } = {}): Read {
  return opened(options.wanted ?? [])(text, options);
}

const head = (...lines: string[]): string => `${['HTTP/1.1 200 OK', ...lines].join('\r\n')}\r\n\r\n`;

const cases: [string, string, Partial<Read>, Parameters<typeof read>[1]?][] = [
  ['a body of a known length', `${head('Content-Length: 5')}hello`, { body: 'hello', completed: true }],
  ['no body', head('Content-Length: 0'), { body: '', completed: true }],
  ['names in any case', `${head('cOnTeNt-LeNgTh:2')}ok`, { body: 'ok', completed: true }],
  ['an empty reason', 'HTTP/1.1 200 \r\nContent-Length: 0\r\n\r\n', { completed: true }],
  ['no reason', 'HTTP/1.1 200\r\nContent-Length: 0\r\n\r\n', { completed: true }],
  ['a status of a kind that is not defined', 'HTTP/1.1 799 X\r\nContent-Length: 0\r\n\r\n', { answers: [[799, {}]] }],
  [
    'chunks',
    `${head('Transfer-Encoding: Chunked')}5\r\nhello\r\n1;x="y"\r\n!\r\n0\r\n\r\n`,
    { body: 'hello!', completed: true },
  ],
  ['trailers', `${head('transfer-encoding: chunked')}0\r\nX-Sum: 1\r\n\r\n`, { body: '', completed: true }],
  ['a last connection', `${head('Content-Length: 2', 'Connection: close')}ok`, { body: 'ok', completed: false }],
  ['HTTP/1.0', 'HTTP/1.0 200 OK\r\nContent-Length: 2\r\n\r\nok', { completed: false }],
  [
    'HTTP/1.0 that keeps the connection',
    'HTTP/1.0 200 OK\r\nConnection: keep-alive\r\nContent-Length: 2\r\n\r\nok',
    { completed: true },
  ],
  ['a body up to the end', `${head()}all of it`, { body: 'all of it', completed: false }, { end: true }],
  [
    'an interim answer',
    `HTTP/1.1 103 Early Hints\r\nLink: </a>\r\n\r\n${head('Content-Length: 2')}ok`,
    { body: 'ok', answers: [[200, {}]] },
  ],
  ['an answer to HEAD', head('Content-Length: 999'), { body: '', completed: true }, { method: 'HEAD' }],
  ['204', 'HTTP/1.1 204 No Content\r\nContent-Length: 3\r\n\r\n', { body: '', completed: true }],
  ['304', 'HTTP/1.1 304 Not Modified\r\nContent-Length: 9\r\n\r\n', { body: '', completed: true }],
  [
    'the fields that are asked for',
    `${head('X-Pod:  web-1 ', 'Set-Cookie: a=1', 'set-cookie: b=2', 'Content-Length: 0')}`,
    { answers: [[200, { 'x-pod': 'web-1', 'set-cookie': ['a=1', 'b=2'] }]] },
    { wanted: ['x-pod', 'set-cookie'] },
  ],
];

/** Heads that differ little from each other. */
const varied: [string, string, Partial<Read>, Parameters<typeof read>[1]][] = ['a', 'b', 'ab'].map((pod) => [
  `pod ${pod}`,
  `${head(`X-Pod: ${pod}`, 'Content-Length: 2')}ok`,
  { completed: true },
  {},
]);

/** Four each: jest takes a missing fourth for a callback. */
const whole = cases.map(([name, text, expected, options]) => [name, text, expected, options ?? {}] as const);

const broken: [string, string][] = [
  ['another protocol', 'SSH-2.0-OpenSSH_9.6\r\n'],
  ['another version', 'HTTP/2.0 200 OK\r\nContent-Length: 0\r\n\r\n'],
  ['a status of two digits', 'HTTP/1.1 20 OK\r\n\r\n'],
  ['a status of four digits', 'HTTP/1.1 2000 OK\r\n\r\n'],
  ['a switch of protocols that nobody asked for', 'HTTP/1.1 101 Switching Protocols\r\nUpgrade: x\r\n\r\n'],
  ['a line without a carriage return', 'HTTP/1.1 200 OK\nContent-Length: 0\r\n\r\n'],
  ['a folded field', head('X-A: 1', ' 2', 'Content-Length: 0')],
  ['a space before the colon', head('Content-Length : 0')],
  ['a field without a colon', head('Content-Length')],
  ['a field without a name', head(': 1')],
  ['a control character in a value', head('X-A: a\x00b', 'Content-Length: 0')],
  ['two lengths', head('Content-Length: 1', 'Content-Length: 2')],
  ['a list of lengths', head('Content-Length: 1, 1')],
  ['a negative length', head('Content-Length: -1')],
  ['a length with a sign', head('Content-Length: +1')],
  ['a length past all numbers', head(`Content-Length: ${'9'.repeat(30)}`)],
  ['a length beside chunks', head('Content-Length: 1', 'Transfer-Encoding: chunked')],
  ['an unknown coding', head('Transfer-Encoding: gzip')],
  ['chunked twice', head('Transfer-Encoding: chunked', 'Transfer-Encoding: chunked')],
  ['a chunk without a size', `${head('Transfer-Encoding: chunked')}\r\n`],
  ['a chunk with a size that is none', `${head('Transfer-Encoding: chunked')}0x5\r\nhello\r\n`],
  ['a chunk with a negative size', `${head('Transfer-Encoding: chunked')}-5\r\nhello\r\n`],
  ['a chunk past all numbers', `${head('Transfer-Encoding: chunked')}${'f'.repeat(16)}\r\n`],
  ['a chunk longer than its size', `${head('Transfer-Encoding: chunked')}2\r\nhello\r\n0\r\n\r\n`],
  ['bytes after the answer', `${head('Content-Length: 2')}ok and more`],
  ['a second answer', `${head('Content-Length: 0')}${head('Content-Length: 0')}`],
  ['a head without an end', head('X-A: '.padEnd(20_000, 'a'))],
  ['fields without an end', head(...Array.from({ length: 2000 }, (_, index) => `X-${index}: 1`))],
  ['interim answers without an end', 'HTTP/1.1 100 Continue\r\n\r\n'.repeat(1000)],
];

describe('the reader of HTTP/1.1 answers', () => {
  test.each(whole)('takes %s', (_, text, expected, options) => {
    expect(read(text, options)).toMatchObject({ sound: true, ...expected });
  });

  test.each(whole)('takes %s in whatever pieces it comes', (_, text, expected, options) => {
    fc.assert(
      fc.property(fc.array(fc.nat(text.length)), (cuts) => {
        expect(read(text, { ...options, cuts })).toMatchObject({ sound: true, ...expected });
      }),
      { numRuns: 50 },
    );
    const every = Array.from({ length: text.length }, (_, index) => index);
    expect(read(text, { ...options, cuts: every })).toMatchObject({ sound: true, ...expected });
  });

  test('takes each answer of a kept connection as a new connection would, whatever came before it', () => {
    const wanted = ['x-pod', 'set-cookie'];
    const kept = [...whole, ...varied].filter(([, , expected]) => expected.completed === true);
    const requests = kept.map(([, text, , options]) => ({ text, method: options?.method ?? 'GET' }));
    expect(requests.length).toBeGreaterThan(8);
    const order = fc.array(fc.tuple(fc.constantFrom(...requests), fc.array(fc.nat(120), { maxLength: 2 })), {
      maxLength: 12,
    });
    fc.assert(
      fc.property(order, (sequence) => {
        const connection = opened(wanted);
        for (const [{ text, method }, cuts] of sequence) {
          // Twice, as servers mostly answer alike.
          for (let time = 0; time < 2; time++) {
            expect(connection(text, { method, cuts })).toEqual(read(text, { method, cuts, wanted }));
          }
        }
      }),
      { numRuns: 300 },
    );
  });

  test('a head that is the same but for its last byte is not taken for the same', () => {
    const connection = opened([]);
    const text = `${head('Content-Length: 2', 'Connection: close')}ok`;
    expect(connection(`${head('Content-Length: 2', 'Connection: clos')}ok`).completed).toBe(true);
    expect(connection(text).completed).toBe(false);
    expect(connection(`${head('Content-Length: 3', 'Connection: clos')}ok!`).body).toBe('ok!');
  });

  test('bytes after an answer are a fault in an answer like the last one too', () => {
    const connection = opened([]);
    expect(connection(`${head('Content-Length: 2')}ok`).sound).toBe(true);
    expect(connection(`${head('Content-Length: 2')}ok and more`).sound).toBe(false);
  });

  test.each(broken)('refuses %s', (_, text) => {
    expect(read(text).sound).toBe(false);
    expect(read(text, { cuts: Array.from({ length: Math.min(text.length, 200) }, (_, index) => index) }).sound).toBe(
      false,
    );
  });

  test.each([
    ['nothing at all', ''],
    ['half a head', 'HTTP/1.1 200 OK\r\nContent-Le'],
    ['half a body', `${head('Content-Length: 5')}he`],
    ['chunks without the last one', `${head('Transfer-Encoding: chunked')}5\r\nhello\r\n`],
    ['an interim answer alone', 'HTTP/1.1 100 Continue\r\n\r\n'],
  ])('an end after %s is no answer', (_, text) => {
    expect(read(text, { end: true })).toMatchObject({ sound: false, completed: null });
  });

  test('an end between answers is none', () => {
    expect(read(head('Content-Length: 0'), { end: true })).toMatchObject({ sound: true, completed: true });
  });

  test('whatever the bytes are, it reads the same out of them in one piece as in many', () => {
    const words = [
      'HTTP/1.1 200 OK',
      '\r\n',
      '\r\n\r\n',
      '\n',
      'Content-Length: ',
      '3',
      'Transfer-Encoding: chunked',
      'abc',
    ];
    fc.assert(
      fc.property(fc.array(fc.constantFrom(...words)), fc.array(fc.nat(120)), (parts, cuts) => {
        const text = `HTTP/1.1 200 OK\r\n${parts.join('')}`;
        expect(read(text, { end: true, cuts })).toEqual(read(text, { end: true }));
      }),
      { numRuns: 500 },
    );
  });
});
