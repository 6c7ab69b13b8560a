export type Method = 'GET' | 'HEAD' | 'POST' | 'PUT' | 'PATCH' | 'DELETE' | 'OPTIONS';

const wantsBody: ReadonlySet<string> = new Set(['POST', 'PUT', 'PATCH']);
const target = /^\/[\x21-\xff]*$/;
const fieldValue = /^[\t\x20-\x7e\x80-\xff]*$/;

/** One request as it goes over the wire, HTTP/1.1's bytes made once. */
export class WireRequest {
  readonly method: string;
  readonly path: string;
  /** Names and values in turn. */
  readonly headers: readonly string[];
  readonly body: string | null;
  private encoded: Buffer | null = null;

  constructor(method: string, path: string, headers: readonly string[], body: string | null) {
    this.method = method;
    this.path = path;
    this.headers = headers;
    this.body = body;
  }

  /** Null where a value from a template would break out of its line: such a request is never sent. */
  bytes(): Buffer | null {
    this.encoded ??= this.encode();
    return this.encoded;
  }

  private encode(): Buffer | null {
    const { method, path, headers, body } = this;
    if (!target.test(path)) return null;
    const lines = [`${method} ${path} HTTP/1.1`];
    for (let index = 0; index + 1 < headers.length; index += 2) {
      const value = headers[index + 1] ?? '';
      if (!fieldValue.test(value)) return null;
      lines.push(`${headers[index]}: ${value}`);
    }
    lines.push('connection: keep-alive');
    const payload = body === null ? null : Buffer.from(body);
    if (payload !== null || wantsBody.has(method)) lines.push(`content-length: ${payload?.length ?? 0}`);
    const head = Buffer.from(`${lines.join('\r\n')}\r\n\r\n`, 'latin1');
    return payload === null ? head : Buffer.concat([head, payload]);
  }
}
