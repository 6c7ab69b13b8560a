import { StringDecoder } from 'node:string_decoder';

/** Longest line that is kept in one piece; a stream without line ends must not fill the memory. */
const longestLine = 65_536;

/** What a stream has said: its text up to a cap, and its lines as they come. */
export interface StreamReader {
  push(chunk: Uint8Array): void;
  end(): void;
  text(): string;
}

/** Lines end at LF, CR LF and lone CR, as the workflow runner reads them. Line ends are not part of a line. */
export function streamReader(capBytes: number, onLine: (line: string) => void): StreamReader {
  const decoder = new StringDecoder('utf8');
  const kept: string[] = [];
  let size = 0;
  let rest = '';
  const take = (text: string): void => {
    if (size < capBytes) kept.push(text.slice(0, capBytes - size));
    size += text.length;
    const parts = (rest + text).split(/\r\n|\n|\r(?!$)/);
    rest = parts.pop() ?? '';
    parts.forEach(onLine);
    for (; rest.length > longestLine; rest = rest.slice(longestLine)) onLine(rest.slice(0, longestLine));
  };
  return {
    push: (chunk) => take(decoder.write(Buffer.from(chunk))),
    end() {
      take(decoder.end());
      const last = rest.replace(/\r$/, '');
      if (last !== '') onLine(last);
      rest = '';
    },
    text: () => kept.join('') + (size > capBytes ? `\n[… ${size - capBytes} characters cut]\n` : ''),
  };
}
