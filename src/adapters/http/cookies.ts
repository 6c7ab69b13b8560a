interface Cookie {
  readonly name: string;
  readonly value: string;
  readonly path: string;
}

/** Cookies of one session with one origin (RFC 6265, without domains: a session never leaves its origin). */
export interface CookieJar {
  /** Takes over the values of an answer's Set-Cookie headers. */
  store(lines: readonly string[], requestPath: string): void;
  /** Value of the Cookie header for a path; null for none. */
  header(path: string): string | null;
}

function defaultPath(requestPath: string): string {
  const end = requestPath.lastIndexOf('/');
  return end <= 0 ? '/' : requestPath.slice(0, end);
}

function parse(line: string, requestPath: string): { cookie: Cookie; expired: boolean } | null {
  const [pair = '', ...attributes] = line.split(';');
  const equals = pair.indexOf('=');
  if (equals < 1) return null;
  const attribute = new Map(
    attributes.map((text) => {
      const [name = '', ...value] = text.split('=');
      return [name.trim().toLowerCase(), value.join('=').trim()] as const;
    }),
  );
  const path = attribute.get('path');
  const maxAge = attribute.get('max-age');
  const expires = Date.parse(attribute.get('expires') ?? '');
  return {
    cookie: {
      name: pair.slice(0, equals).trim(),
      value: pair.slice(equals + 1).trim(),
      path: path?.startsWith('/') ? path : defaultPath(requestPath),
    },
    expired: maxAge === undefined ? expires < Date.now() : Number(maxAge) <= 0,
  };
}

function matches(cookiePath: string, path: string): boolean {
  if (!path.startsWith(cookiePath)) return false;
  return path.length === cookiePath.length || cookiePath.endsWith('/') || '/?'.includes(path[cookiePath.length] ?? '');
}

export function cookieJar(): CookieJar {
  const cookies = new Map<string, Cookie>();
  return {
    store(lines, requestPath) {
      for (const line of lines) {
        const parsed = parse(line, requestPath.split('?')[0] ?? '/');
        if (!parsed) continue;
        const key = `${parsed.cookie.name};${parsed.cookie.path}`;
        if (parsed.expired) cookies.delete(key);
        else cookies.set(key, parsed.cookie);
      }
    },
    header(path) {
      const fitting = [...cookies.values()].filter((cookie) => matches(cookie.path, path));
      if (fitting.length === 0) return null;
      return fitting.map(({ name, value }) => `${name}=${value}`).join('; ');
    },
  };
}
