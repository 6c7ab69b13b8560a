import type { Extraction, LoadPlan, RequestTemplate, Scenario } from '../../ports/load-generator.js';
import { type CookieJar, cookieJar } from './cookies.js';
import type { Fields } from './lane.js';
import { WireRequest } from './request.js';
import { type Template, template, type Values } from './template.js';

/** One request of a scenario, taken apart once so that sending costs little. */
export interface Step {
  readonly request: RequestTemplate;
  /** The whole request where nothing in it varies. */
  readonly fixed: WireRequest | null;
  readonly render: (values: Values, cookie: string | null) => WireRequest;
  readonly path: (values: Values) => string;
  readonly good: (status: number) => boolean;
  /** Its answer's body is needed, not only its size. */
  readonly keepsBody: boolean;
}

/** One user's way through a scenario; its requests follow each other. */
export interface Session {
  readonly steps: readonly Step[];
  readonly jar: CookieJar | null;
  readonly values: Map<string, string>;
  next: number;
}

/** What is sent at one time of the schedule. */
export interface Arrival {
  readonly step: Step;
  readonly session: Session | null;
}

export interface CompiledScenario {
  readonly weight: number;
  readonly steps: readonly Step[];
  /** One request that depends on nothing, for which no session is kept; else null. */
  readonly alone: Arrival | null;
  begin(): Session;
}

function step(request: RequestTemplate, plan: LoadPlan): Step {
  const named = Object.keys(request.headers).some((name) => name.toLowerCase() === 'host');
  const host = named ? [] : ['host', plan.host ?? new URL(plan.origin).host];
  const path = template(request.path);
  const body = request.body === null ? null : template(request.body);
  const headers = Object.entries(request.headers).map(([name, value]): [string, Template] => [name, template(value)]);
  const render = (values: Values, cookie: string | null): WireRequest => {
    const fields = headers.flatMap(([name, value]) => [name, value.render(values)]);
    const cookies = cookie === null ? [] : ['cookie', cookie];
    const payload = body === null ? null : body.render(values);
    return new WireRequest(request.method, path.render(values), [...host, ...fields, ...cookies], payload);
  };
  const parts = [path, ...(body ? [body] : []), ...headers.map(([, value]) => value)];
  const { expectStatus } = request;
  return {
    request,
    render,
    path: path.render,
    keepsBody: request.extract.some(({ from }) => from !== 'header'),
    fixed: parts.every((part) => part.fixed) ? render(new Map(), null) : null,
    good: expectStatus ? (status) => expectStatus.includes(status) : (status) => status >= 200 && status < 400,
  };
}

function aloneOf({ cookies }: Scenario, [only, ...more]: readonly Step[]): Arrival | null {
  const free = more.length === 0 && !cookies && only?.request.extract.length === 0;
  return only !== undefined && free && only.fixed !== null ? { step: only, session: null } : null;
}

export function compile(scenario: Scenario, plan: LoadPlan): CompiledScenario {
  const steps = scenario.requests.map((request) => step(request, plan));
  let row = 0;
  return {
    weight: scenario.weight,
    steps,
    alone: aloneOf(scenario, steps),
    begin() {
      const data = scenario.data.length === 0 ? {} : (scenario.data[row++ % scenario.data.length] ?? {});
      return { steps, jar: scenario.cookies ? cookieJar() : null, values: new Map(Object.entries(data)), next: 0 };
    },
  };
}

function property(value: unknown, key: string): unknown {
  return typeof value === 'object' && value !== null ? (value as Record<string, unknown>)[key] : undefined;
}

function extracted(rule: Extraction, headers: Fields, body: string): string | undefined {
  switch (rule.from) {
    case 'header':
      return headers[rule.name.toLowerCase()]?.toString();
    case 'body':
      return new RegExp(rule.pattern).exec(body)?.[1];
    case 'json': {
      let value: unknown;
      try {
        value = JSON.parse(body);
      } catch {
        return undefined;
      }
      for (const key of rule.path.split('.')) value = property(value, key);
      return value === undefined || value === null ? undefined : String(value);
    }
  }
}

/** Takes cookies and values out of an answer, for the session's later requests. */
export function learn(session: Session, at: Step, path: string, headers: Fields, body: string): void {
  const cookies = headers['set-cookie'];
  if (session.jar && cookies) session.jar.store([cookies].flat().map(String), path);
  for (const rule of at.request.extract) {
    const value = extracted(rule, headers, body);
    if (value !== undefined) session.values.set(rule.into, value);
  }
}
