import type { Manifest, Path } from '../manifest.js';
import type { Graph } from './graph.js';
import { asList, asString, asStrings, dig } from './json.js';
import { quantity } from './quantity.js';
import { referencesOf } from './reference.js';
import { remembered } from './remembered.js';
import type { Container, Workload } from './workload.js';

/** One directive of redis.conf, or one `--directive value` of the command line. */
export interface RedisSetting {
  readonly name: string;
  readonly value: string;
  readonly on: Manifest;
  readonly path: Path;
  /** Line within the text, from 0, where it stands in a file of a ConfigMap. */
  readonly textLine?: { readonly line: number; readonly width: number };
}

/** The settings of one file or of the arguments, the last of each name. */
interface Layer {
  readonly last: ReadonlyMap<string, RedisSetting>;
  readonly clusterEnabled: boolean;
}

/** A container that runs Redis, Valkey or KeyDB, and what it was told. */
export interface RedisServer {
  readonly workload: Workload;
  readonly container: Container;
  /** What its files and its arguments set, each over those before it. */
  readonly layers: readonly Layer[];
  /** Whether it is a node of a Redis Cluster. */
  readonly clustered: boolean;
}

const images = /(?:^|\/)(?:redis|valkey|keydb|redis-cluster|valkey-cluster|redis-stack-server)(?:[:@]|$)/;
/** Nothing behind the blanks can fail: a pattern that takes them back one by one needs the square of a long line. */
const directive = /^\s*([a-z][a-z0-9-]*)\s+([\s\S]*)$/;
const lineBreak = /[\r\u2028\u2029]/;
const flag = /(?:^|\s)--([a-z][a-z0-9-]*)(?:\s+|=)(?:"([^"]*)"|'([^']*)'|([^\s-][^\s]*))/g;

export function isRedisImage(image: string): boolean {
  return images.test(image);
}

function fromArguments({ workload, path, value }: Container): RedisSetting[] {
  return (['command', 'args'] as const).flatMap((field) => {
    const list = asList(value[field]).map((one) => asString(one) ?? '');
    return list.flatMap((text, index) => {
      const on = workload.manifest;
      const at = [...path, field, index];
      const separate = /^--([a-z][a-z0-9-]*)$/.exec(text);
      const next = list[index + 1];
      if (separate && next !== undefined) return [{ name: separate[1] ?? '', value: next, on, path: at }];
      return [...text.matchAll(flag)].map(([, name = '', double, single, bare]) => {
        return { name, value: double ?? single ?? bare ?? '', on, path: at };
      });
    });
  });
}

/** Lines of a redis.conf, with their place in the ConfigMap. */
export function directivesOf(on: Manifest, key: string, text: string): RedisSetting[] {
  return text.split('\n').flatMap((line, index) => {
    const match = /^\s*#/.test(line) ? null : (directive.exec(line.trimEnd()) ?? directive.exec(line));
    if (!match || lineBreak.test(match[2] ?? '')) return [];
    const value = (match[2] ?? '').replace(/^"(.*)"$/, '$1');
    return [
      { name: match[1] ?? '', value, on, path: ['data', key], textLine: { line: index, width: line.trim().length } },
    ];
  });
}

function layerOf(settings: readonly RedisSetting[]): Layer {
  const clusterEnabled = settings.some(({ name, value }) => name === 'cluster-enabled' && value === 'yes');
  return { last: new Map(settings.map((one) => [one.name, one])), clusterEnabled };
}

/** Of a ConfigMap: each line of it once, however many servers mount it. */
const layerOfFile = remembered((map: Manifest): Layer => {
  const files = [...asStrings(dig(map.value, 'data'))].filter(([key]) => key.endsWith('.conf'));
  return layerOf(files.flatMap(([key, text]) => directivesOf(map, key, text)));
});

const fromFiles = remembered((graph: Graph) =>
  remembered((workload: Workload): readonly Layer[] => {
    const maps = new Set(
      referencesOf(workload).flatMap(({ kind, use, name }) =>
        kind === 'ConfigMap' && use === 'volume' ? (graph.find('ConfigMap', workload.namespace, name) ?? []) : [],
      ),
    );
    return [...maps].map(layerOfFile);
  }),
);

function serverOf(graph: Graph, container: Container): RedisServer {
  const { workload } = container;
  const layers = [...fromFiles(graph)(workload), layerOf(fromArguments(container))].filter(({ last }) => last.size > 0);
  const environment = asList(container.value['env']).some((one) =>
    /^(REDIS|VALKEY)_CLUSTER/.test(asString(dig(one, 'name')) ?? ''),
  );
  const clustered = layers.some(({ clusterEnabled }) => clusterEnabled) || environment;
  return { workload, container, layers, clustered };
}

/** Every Redis server of the input; looked for once. */
export const redisServers = remembered((graph: Graph): readonly RedisServer[] =>
  graph.workloads
    .filter(({ kind }) => kind !== 'Job' && kind !== 'CronJob')
    .flatMap(({ containers }) =>
      containers
        .filter(({ role, value }) => role === 'main' && isRedisImage(asString(value['image']) ?? ''))
        .filter(({ value }) => !/redis-cli|sentinel/.test(asString(asList(value['command'])[0]) ?? ''))
        .map((container) => serverOf(graph, container)),
    ),
);

export const redisClusters = remembered((graph: Graph): readonly RedisServer[] =>
  redisServers(graph).filter(({ clustered }) => clustered),
);

/** The last one counts, as Redis reads them; arguments come after the file. */
export function settingOf({ layers }: RedisServer, name: string): RedisSetting | undefined {
  return layers.findLast(({ last }) => last.has(name))?.last.get(name);
}

/** `512mb` as redis.conf writes sizes: `k` is 1000 and `kb` 1024 bytes. */
export function redisBytes(text: string): number | undefined {
  const match = /^(\d+)([kmg]?)(b?)$/i.exec(text.trim());
  if (!match) return quantity(text);
  const base = match[3] === '' ? 1000 : 1024;
  const power = ['', 'k', 'm', 'g'].indexOf((match[2] ?? '').toLowerCase());
  return Number(match[1]) * base ** Math.max(0, power);
}

/** The port of the cluster bus: `cluster-port`, or 10000 above the data port. */
export function busPortOf(server: RedisServer): number {
  const own = Number(settingOf(server, 'cluster-port')?.value);
  return own > 0 ? own : portOf(server) + 10_000;
}

export function portOf(server: RedisServer): number {
  return Number(settingOf(server, 'port')?.value) || 6379;
}
