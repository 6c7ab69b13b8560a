import { type ChildProcess, execFileSync, spawn } from 'node:child_process';
import { X509Certificate } from 'node:crypto';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { createConnection } from 'node:net';
import { tmpdir } from 'node:os';
import path from 'node:path';
import type { Dialled, HostedNode, RedisFaults, RedisHosts } from '../../../src/ports/redis-hosts.js';
import type { NodeAddress } from '../../../src/ports/redis-nodes.js';

const PORT = 6379;

export interface ServerOptions {
  readonly count: number;
  readonly password?: string;
  readonly config?: Readonly<Record<string, string>>;
  /** Settings of single nodes, over those of all. */
  readonly own?: Readonly<Record<string, Readonly<Record<string, string>>>>;
  /** Machine of the nth node, as if it ran there. */
  readonly machine?: (index: number) => string;
  /** Program; the one under test without it. */
  readonly program?: string | undefined;
  /** Files of a certificate: everything speaks TLS then, and nothing in clear. */
  readonly tls?: { readonly ca: string; readonly cert: string; readonly key: string };
  /** Milliseconds until a server that ended is started again. */
  readonly restartMs?: number;
}

interface Server {
  readonly name: string;
  readonly index: number;
  generation: number;
  child: ChildProcess | undefined;
}

/** The server under test: another one by `REDIS_SERVER=valkey-server`, a name or a path. */
export const redisServer = find(process.env['REDIS_SERVER'] ?? 'redis-server');
export const valkeyServer = find('valkey-server');
export const iptables = process.getuid?.() === 0 ? find('iptables') : undefined;

export function find(program: string): string | undefined {
  try {
    return execFileSync('which', [program], { encoding: 'utf8' }).trim();
  } catch {
    return undefined;
  }
}

/**
 * Redis servers of this machine, each on a loopback address of its own, from which it also speaks
 * (`bind-source-addr`), so that a firewall rule can tell one from another and a restart can have a new address.
 */
export class LocalServers implements RedisHosts, RedisFaults {
  readonly signals = true;
  readonly #options: ServerOptions;
  readonly #root = mkdtempSync(path.join(tmpdir(), 'redis-servers-'));
  /** Our own corner of 127/8, so that two runs at once do not meet. */
  readonly #net = `127.${64 + (process.pid % 128)}`;
  readonly #servers: Server[] = [];
  #rules: string[][] = [];
  readonly #restarts = new Set<NodeJS.Timeout>();

  constructor(options: ServerOptions) {
    this.#options = options;
  }

  async start(): Promise<void> {
    await this.resize(this.#options.count);
  }

  async nodes(): Promise<readonly HostedNode[]> {
    return this.#servers.map((server) => ({
      name: server.name,
      address: this.#addressOf(server),
      incarnation: String(server.child?.pid ?? 'none'),
      machine: this.#options.machine?.(server.index) ?? 'here',
      ready: server.child?.exitCode === null,
      memoryLimit: 128 * 1024 * 1024,
      persistent: true,
      volume: path.join(this.#root, server.name),
    }));
  }

  async facts() {
    const { tls } = this.#options;
    const machines = [...new Set((await this.nodes()).flatMap(({ machine }) => machine ?? []))];
    return {
      machines,
      disruptionBudget: undefined,
      graceSeconds: undefined,
      preStop: undefined,
      readinessProbe: undefined,
      isolated: undefined,
      certificateExpires:
        tls === undefined ? undefined : new X509Certificate(readFileSync(tls.cert)).validToDate.getTime(),
    };
  }

  pid(name: string): number {
    return this.#server(name).child?.pid ?? 0;
  }

  async harm(name: string, harm: 'terminate' | 'kill' | 'hang'): Promise<void> {
    const server = this.#server(name);
    server.child?.kill(harm === 'terminate' ? 'SIGTERM' : harm === 'kill' ? 'SIGKILL' : 'SIGSTOP');
    if (harm === 'hang') return;
    await ended(server);
    // As an orchestrator would: the same data, and for a deleted pod a new address.
    if (harm === 'terminate') server.generation++;
    const timer = setTimeout(() => {
      this.#restarts.delete(timer);
      this.#run(server);
    }, this.#options.restartMs ?? 1500);
    this.#restarts.add(timer);
  }

  async resume(name: string): Promise<void> {
    this.#server(name).child?.kill('SIGCONT');
  }

  async isolate(name: string, peers: readonly NodeAddress[]): Promise<void> {
    if (iptables === undefined) throw new Error('no iptables here');
    const { host } = this.#addressOf(this.#server(name));
    for (const peer of peers) {
      for (const [from, to] of [
        [host, peer.host],
        [peer.host, host],
      ]) {
        const rule = ['OUTPUT', '-s', from ?? '', '-d', to ?? '', '-j', 'DROP'];
        execFileSync(iptables, ['-w', '-A', ...rule]);
        this.#rules.push(rule);
      }
    }
  }

  async heal(): Promise<void> {
    for (const rule of this.#rules) execFileSync(iptables ?? '', ['-w', '-D', ...rule]);
    this.#rules = [];
  }

  /** Drops what one node sends to another's port. */
  block(from: string, to: string, port: number): void {
    if (iptables === undefined) throw new Error('no iptables here');
    const [source, target] = [from, to].map((name) => this.#addressOf(this.#server(name)).host);
    const rule = ['OUTPUT', '-p', 'tcp', '-s', source ?? '', '-d', target ?? '', '--dport', String(port), '-j', 'DROP'];
    execFileSync(iptables, ['-w', '-A', ...rule]);
    this.#rules.push(rule);
  }

  /** Loses what a node had on disk, as a pod without a claimed volume does. */
  async wipe(name: string): Promise<void> {
    const server = this.#server(name);
    server.child?.kill('SIGKILL');
    await ended(server);
    rmSync(path.join(this.#root, name), { recursive: true, force: true });
    this.#run(server);
  }

  async dial(targets: readonly NodeAddress[]): Promise<readonly Dialled[]> {
    const pairs = targets.flatMap((from) =>
      targets
        .filter(({ name }) => name !== from.name)
        .flatMap((to) => [to.port, to.port + 10_000].map((port) => ({ from, to, port }))),
    );
    return Promise.all(
      pairs.map(async ({ from, to, port }) => ({
        from: from.name,
        to: to.name,
        port,
        failure: await failureOf(from.host, to.host, port),
      })),
    );
  }

  async restartAll(): Promise<void> {
    for (const server of this.#servers) server.child?.kill('SIGTERM');
    await Promise.all(this.#servers.map(ended));
    for (const server of this.#servers) server.generation++;
    for (const server of this.#servers) this.#run(server);
  }

  async resize(count: number): Promise<void> {
    while (this.#servers.length < count) {
      const server: Server = {
        name: `redis-${this.#servers.length}`,
        index: this.#servers.length,
        generation: 0,
        child: undefined,
      };
      this.#servers.push(server);
      this.#run(server);
    }
    for (const server of this.#servers.splice(count)) {
      server.child?.kill('SIGKILL');
      await ended(server);
    }
  }

  async stop(): Promise<void> {
    await this.heal();
    for (const timer of this.#restarts) clearTimeout(timer);
    for (const server of this.#servers) server.child?.kill('SIGKILL');
    await Promise.all(this.#servers.map(ended));
    rmSync(this.#root, { recursive: true, force: true });
  }

  #server(name: string): Server {
    const server = this.#servers.find((candidate) => candidate.name === name);
    if (server === undefined) throw new Error(`no server ${name}`);
    return server;
  }

  #addressOf({ name, index, generation }: Server): NodeAddress {
    return { name, host: `${this.#net}.${generation + 1}.${index + 1}`, port: PORT };
  }

  #run(server: Server): void {
    if (!this.#servers.includes(server)) return;
    const { host, port } = this.#addressOf(server);
    const dir = path.join(this.#root, server.name);
    execFileSync('mkdir', ['-p', dir]);
    const { password, config = {}, own = {}, tls, program = redisServer } = this.#options;
    const settings: Record<string, string> = {
      port: String(port),
      bind: host,
      'bind-source-addr': host,
      'cluster-announce-ip': host,
      dir,
      'cluster-enabled': 'yes',
      'cluster-node-timeout': '5000',
      appendonly: 'yes',
      'repl-diskless-sync-delay': '0',
      'protected-mode': 'no',
      maxmemory: '64mb',
      'cluster-require-full-coverage': 'no',
      'cluster-allow-replica-migration': 'no',
      daemonize: 'no',
      ...tlsSettings(tls, port),
      ...(password === undefined ? {} : { requirepass: password, masterauth: password }),
      ...config,
      ...own[server.name],
    };
    // A file as in a pod: on a command line, Redis and Valkey do not read the same quotes alike.
    const conf = path.join(this.#root, `${server.name}.conf`);
    writeFileSync(conf, Object.entries(settings).map(line).join(''), { mode: 0o600 });
    server.child = spawn(program ?? 'redis-server', [conf], { stdio: 'ignore' });
  }
}

const line = ([key, value]: readonly [string, string]) => `${key} "${value.replace(/[\\"]/g, '\\$&')}"\n`;

function tlsSettings(tls: ServerOptions['tls'], port: number): Record<string, string> {
  if (tls === undefined) return {};
  return {
    port: '0',
    'tls-port': String(port),
    'tls-cluster': 'yes',
    'tls-replication': 'yes',
    'tls-auth-clients': 'optional',
    'tls-ca-cert-file': tls.ca,
    'tls-cert-file': tls.cert,
    'tls-key-file': tls.key,
  };
}

function ended({ child }: Server): Promise<void> {
  if (child === undefined || child.exitCode !== null || child.signalCode !== null) return Promise.resolve();
  return new Promise((resolve) => child.once('exit', () => resolve()));
}

function failureOf(from: string, host: string, port: number): Promise<string | undefined> {
  return new Promise((resolve) => {
    const socket = createConnection({ host, port, localAddress: from, timeout: 1000 });
    const end = (failure?: string): void => {
      socket.destroy();
      resolve(failure);
    };
    socket.once('connect', () => end());
    socket.once('timeout', () => end('no answer within 1 s'));
    socket.once('error', ({ message }) => end(message));
  });
}
