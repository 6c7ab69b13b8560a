/** Bytes of a token, which names of methods and fields are (RFC 9110, 5.6.2). */
export const isToken = table("!#$%&'*+-.^_`|~0123456789abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ");
/** Bytes of a field's value: visible ones, space, tab and those above ASCII (RFC 9110, 5.5). */
export const isValue = Uint8Array.from({ length: 256 }, (_, byte) =>
  Number(byte === 9 || (byte >= 32 && byte !== 127)),
);

function table(characters: string): Uint8Array {
  const marks = new Uint8Array(256);
  for (const character of characters) marks[character.charCodeAt(0)] = 1;
  return marks;
}

const framing = ['content-length', 'transfer-encoding', 'connection', 'keep-alive'] as const;

/** What an answer's head says about where it ends and what becomes of the connection. */
export class Framing {
  /** Bytes of the body; -1 where no Content-Length was given. */
  length = -1;
  chunked = false;
  /** `Connection: close`, or HTTP/1.0 without `keep-alive`. */
  closes = false;
  /** Seconds that the server keeps the idle connection; -1 where it did not say. */
  keepSeconds = -1;
  fields: Record<string, string | string[]> | null = null;

  reset(version10: boolean): void {
    this.length = -1;
    this.chunked = false;
    this.closes = version10;
    this.keepSeconds = -1;
    this.fields = null;
  }

  /** False where the value makes the answer's end uncertain, which strict clients do not guess (RFC 9112, 6.3). */
  take(name: string, value: string): boolean {
    switch (name) {
      case 'content-length':
        if (this.length >= 0 || !/^\d{1,15}$/.test(value)) return false;
        this.length = Number(value);
        return true;
      case 'transfer-encoding':
        if (this.chunked || value.toLowerCase() !== 'chunked') return false;
        this.chunked = true;
        return true;
      case 'connection':
        if (/\bclose\b/i.test(value)) this.closes = true;
        else if (/\bkeep-alive\b/i.test(value)) this.closes = false;
        return true;
      case 'keep-alive':
        this.keepSeconds = Number(/timeout=(\d{1,9})/i.exec(value)?.[1] ?? -1);
        return true;
      default:
        return true;
    }
  }

  keep(name: string, value: string): void {
    this.fields ??= {};
    const before = this.fields[name];
    this.fields[name] = before === undefined ? value : [before, value].flat();
  }
}

interface Name {
  readonly text: string;
  readonly bytes: Uint8Array;
  readonly wanted: boolean;
}

/** Reads the lines of a head; of the fields it makes strings only where somebody wants them. */
export class FieldReader {
  private readonly byLength: (readonly Name[] | undefined)[] = [];

  constructor(wanted: ReadonlySet<string>) {
    for (const text of new Set([...framing, ...wanted])) {
      const name = { text, bytes: Buffer.from(text), wanted: wanted.has(text) };
      this.byLength[text.length] = [...(this.byLength[text.length] ?? []), name];
    }
  }

  /** Takes the line `from` to `to`, without its end; false where it is none. */
  read(buffer: Buffer, from: number, to: number, into: Framing): boolean {
    let colon = from;
    while (colon < to && isToken[buffer[colon] ?? 0] === 1) colon++;
    if (colon === from || colon >= to || buffer[colon] !== 58) return false;
    for (let at = colon + 1; at < to; at++) if (isValue[buffer[at] ?? 0] !== 1) return false;
    const name = this.known(buffer, from, colon);
    if (name === undefined) return true;
    const value = buffer.toString('latin1', colon + 1, to).trim();
    if (name.wanted) into.keep(name.text, value);
    return into.take(name.text, value);
  }

  private known(buffer: Buffer, from: number, colon: number): Name | undefined {
    const names = this.byLength[colon - from];
    if (names === undefined) return undefined;
    return names.find(({ bytes }) => sameName(buffer, from, bytes));
  }
}

/** Names differ in case only by bit 32; no other byte of a token is mistaken for a letter or a dash by it. */
function sameName(buffer: Buffer, from: number, name: Uint8Array): boolean {
  for (let index = 0; index < name.length; index++) {
    const byte = buffer[from + index] ?? 0;
    const wanted = name[index] ?? 0;
    if (byte !== wanted && !(wanted >= 97 && wanted <= 122 && (byte | 32) === wanted)) return false;
  }
  return true;
}
