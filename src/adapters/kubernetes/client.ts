import { GateError } from '../../domain/error.js';
import { type Connection, connect, type RequestOptions } from './connection.js';
import type { KubeObject, ObjectList } from './objects.js';

/** What the API server said when it refused: its own words, status and the causes by field. */
export interface Refusal {
  readonly status: number;
  readonly reason: string;
  readonly message: string;
}

interface Resource {
  readonly name: string;
  readonly kind: string;
  readonly namespaced: boolean;
}

export interface Reference {
  readonly apiVersion: string;
  readonly kind: string;
  readonly name: string;
  readonly namespace?: string | undefined;
}

const FIELD_MANAGER = 'scale-gate';

/** Objects of one cluster: get, list, server-side apply, delete. Errors are `GateError` with the object's name. */
export class KubeClient {
  readonly connection: Connection;
  readonly #resources = new Map<string, Promise<readonly Resource[]>>();

  constructor(connection: Connection) {
    this.connection = connection;
  }

  static async open(kubeconfig: string, context?: string): Promise<KubeClient> {
    return new KubeClient(await connect(kubeconfig, context));
  }

  /** The parsed answer of a path, or undefined where there is nothing (404). */
  async get<T>(path: string, options?: RequestOptions): Promise<T | undefined> {
    const { status, body } = await this.connection.request('GET', path, options);
    if (status === 404) return undefined;
    if (status >= 300) throw refused(`GET ${path}`, status, body);
    return parsed<T>(body, `GET ${path}`);
  }

  /** Plain text of a path: logs, metrics. */
  async text(path: string, options?: RequestOptions): Promise<string> {
    const { status, body } = await this.connection.request('GET', path, options);
    if (status >= 300) throw refused(`GET ${path}`, status, body);
    return body;
  }

  async list<T extends KubeObject>(
    path: string,
    query: Readonly<Record<string, string>> = {},
    options?: RequestOptions,
  ): Promise<readonly T[]> {
    const search = new URLSearchParams(query).toString();
    const list = await this.get<ObjectList<T>>(search === '' ? path : `${path}?${search}`, options);
    return list?.items ?? [];
  }

  /** Server-side apply. Gives the object as stored, or the server's refusal as data: a bad manifest is evidence. */
  async apply(object: KubeObject, options?: RequestOptions): Promise<KubeObject | Refusal> {
    const path = await this.pathOf(reference(object), options);
    const { status, body } = await this.connection.request(
      'PATCH',
      `${path}?fieldManager=${FIELD_MANAGER}&force=true&fieldValidation=Strict`,
      {
        ...options,
        body: JSON.stringify(object),
        contentType: 'application/apply-patch+yaml',
      },
    );
    if (!isAboutTheObject(status, body)) throw refused(`apply ${object.kind}/${object.metadata.name}`, status, body);
    if (status >= 300) return refusal(status, body);
    return parsed<KubeObject>(body, `apply ${object.kind}/${object.metadata.name}`);
  }

  /** JSON merge patch of an object or a subresource, by path. */
  async merge<T>(path: string, patch: unknown, options?: RequestOptions): Promise<T> {
    return this.#write<T>('PATCH', path, patch, 'application/merge-patch+json', options);
  }

  async create<T>(path: string, object: unknown, options?: RequestOptions): Promise<T> {
    return this.#write<T>('POST', path, object, 'application/json', options);
  }

  /** Deletes by path; an object that is gone already is no error. */
  async delete(path: string, options?: RequestOptions): Promise<void> {
    const { status, body } = await this.connection.request('DELETE', path, options);
    if (status >= 300 && status !== 404) throw refused(`DELETE ${path}`, status, body);
  }

  /** API path of an object, by discovery; `namespace` falls back to `default` for namespaced kinds. */
  async pathOf({ apiVersion, kind, name, namespace }: Reference, options?: RequestOptions): Promise<string> {
    const resource = await this.resource(apiVersion, kind, options);
    const prefix = groupPath(apiVersion);
    const scope = resource.namespaced ? `/namespaces/${encodeURIComponent(namespace ?? 'default')}` : '';
    return `${prefix}${scope}/${resource.name}/${encodeURIComponent(name)}`;
  }

  /** How the cluster serves a kind; undefined where it says that it does not. */
  async served(apiVersion: string, kind: string, options?: RequestOptions): Promise<Resource | undefined> {
    return (await this.#discover(apiVersion, options)).find((resource) => resource.kind === kind);
  }

  /** The same, where a kind that is not served is an inability: throws `API_REFUSED`. */
  async resource(apiVersion: string, kind: string, options?: RequestOptions): Promise<Resource> {
    const known = await this.served(apiVersion, kind, options);
    if (known !== undefined) return known;
    throw new GateError('API_REFUSED', `the cluster serves no ${apiVersion} ${kind}`, {
      hint: 'Apply the CustomResourceDefinition first, or use an apiVersion that this Kubernetes version serves.',
    });
  }

  close(): void {
    this.connection.close();
  }

  async #write<T>(
    method: string,
    path: string,
    value: unknown,
    contentType: string,
    options?: RequestOptions,
  ): Promise<T> {
    const { status, body } = await this.connection.request(method, path, {
      ...options,
      body: JSON.stringify(value),
      contentType,
    });
    if (status >= 300) throw refused(`${method} ${path}`, status, body);
    return parsed<T>(body, `${method} ${path}`);
  }

  #discover(apiVersion: string, options?: RequestOptions): Promise<readonly Resource[]> {
    const cached = this.#resources.get(apiVersion);
    if (cached !== undefined) return cached;
    const asked = this.get<{ resources: readonly Resource[] }>(groupPath(apiVersion), options).then((found) =>
      (found?.resources ?? []).filter(({ name }) => !name.includes('/')),
    );
    this.#resources.set(apiVersion, asked);
    // A group that is not served now may be served after its CRD or APIService is there: only answers are remembered.
    asked
      .then((list) => list.length === 0 && this.#resources.delete(apiVersion))
      .catch(() => this.#resources.delete(apiVersion));
    return asked;
  }
}

export function isRefusal(answer: KubeObject | Refusal): answer is Refusal {
  return 'status' in answer && typeof answer.status === 'number';
}

function reference({ apiVersion, kind, metadata }: KubeObject): Reference {
  return { apiVersion, kind, name: metadata.name, namespace: metadata.namespace };
}

function groupPath(apiVersion: string): string {
  return apiVersion.includes('/') ? `/apis/${apiVersion}` : `/api/${apiVersion}`;
}

/** Statuses by which the server judges what it was given; any other tells of itself, of a proxy, or of who asks. */
const judging: readonly number[] = [400, 403, 404, 405, 413, 422];

/** The server answers 500 when a field has the wrong type, because its merge fails before its validation. */
function isAboutTheObject(status: number, body: string): boolean {
  if (status < 300 || body.includes('failed to create typed patch object')) return true;
  // Rights of the kubeconfig's user say nothing of the object; a quota or an admission policy is 403 as well, and does.
  if (status === 403 && /User "[^"]*" cannot \w+ resource/.test(refusal(status, body).message)) return false;
  // The server says in JSON what it refuses; a page is somebody else's.
  return judging.includes(status) && /^\s*\{/.test(body);
}

/** What answers without JSON is a proxy or a port that is not the API server's. */
function parsed<T>(body: string, what: string): T {
  try {
    return JSON.parse(body) as T;
  } catch (cause) {
    throw new GateError('API_UNREACHABLE', `the answer to ${what} is not JSON: ${body.slice(0, 80)}`, {
      hint: 'Check that the server of the kubeconfig is an API server, and no proxy is between.',
      cause,
    });
  }
}

function refusal(status: number, body: string): Refusal {
  try {
    const { reason = '', message = body } = JSON.parse(body) as { reason?: string; message?: string };
    return { status, reason, message };
  } catch {
    return { status, reason: '', message: body.slice(0, 400) };
  }
}

function refused(what: string, status: number, body: string): GateError {
  const { reason, message } = refusal(status, body);
  return new GateError('API_REFUSED', `API server refused ${what}: ${status} ${reason}: ${message}`, {
    hint:
      status === 403
        ? 'Grant the kubeconfig user this permission.'
        : 'Look at the message: it is the API server’s own.',
  });
}
