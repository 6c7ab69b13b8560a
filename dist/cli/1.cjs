"use strict";
exports.id = 1;
exports.ids = [1];
exports.modules = [
/* 0 */,
/* 1 */
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  probeService: () => (/* binding */ probeService)
});

// EXTERNAL MODULE: ./node_modules/ioredis/built/index.js
var built = __webpack_require__(7796);
;// CONCATENATED MODULE: ./lib/adapters/ioredis/connection.js

/**
 * One plain connection to one node. Nothing is tried again behind our back: a call that fails has failed, and the next
 * call dials anew. A connection that let a call time out is dropped, for its next answer would be the wrong one's.
 */
class NodeConnection {
    #door;
    #redis;
    #opening;
    constructor(door) {
        this.#door = door;
    }
    async call(args, timeoutMs) {
        const begun = performance.now();
        const took = () => performance.now() - begun;
        const { late, cancel } = patience(timeoutMs);
        try {
            const answer = await Promise.race([this.#send(args), late]);
            if (answer !== 'late')
                return { ok: true, value: answer.value, ms: took() };
            this.close();
            return { ok: false, error: `timeout after ${timeoutMs} ms`, ms: took() };
        }
        catch (error) {
            return { ok: false, error: wordsOf(error), ms: took() };
        }
        finally {
            cancel();
        }
    }
    close() {
        this.#redis?.disconnect();
        this.#redis = undefined;
        this.#opening = undefined;
    }
    async #send([command = '', ...rest]) {
        let redis = this.#redis?.status === 'ready' ? this.#redis : await this.#open();
        // Another call's time may have run out while this one waited for the connection, which was dropped then.
        if (redis.status !== 'ready')
            redis = await this.#open();
        return { value: (await redis.call(command, ...rest)) };
    }
    #open() {
        if (this.#opening !== undefined)
            return this.#opening;
        this.#redis?.disconnect();
        const { host, port, password, tls, connectMs } = this.#door;
        const redis = new built.Redis({
            host,
            port,
            ...(password === undefined ? {} : { password }),
            ...tlsOptions(tls),
            protocol: 2,
            lazyConnect: true,
            connectTimeout: connectMs,
            enableReadyCheck: false,
            enableOfflineQueue: false,
            maxRetriesPerRequest: 0,
            retryStrategy: () => null,
            disableClientInfo: true,
        });
        // Without a listener Node would end the process; what went wrong comes with the rejected connect().
        let last;
        redis.on('error', (error) => {
            last = error;
        });
        this.#redis = redis;
        const opening = redis
            .connect()
            .then(() => redis)
            .catch((error) => {
            throw last ?? error;
        })
            .finally(() => {
            if (this.#opening === opening)
                this.#opening = undefined;
        });
        this.#opening = opening;
        return opening;
    }
}
/**
 * Trusts who has a certificate of this authority, whatever the host: pods are dialled by addresses that no certificate
 * can know, and a cluster's nodes stand for each other.
 */
function tlsOptions(tls) {
    return tls === undefined ? {} : { tls: { ...tls, checkServerIdentity: () => undefined } };
}
/** What a timer of ours may be late without our having stood still. */
const LATE_MS = 50;
/**
 * Runs out after `ms` in which this process ran. A timer that fires late was late for the answer too: that lies in the
 * socket, unread, or was never asked for. So the time that was lost is given again, once.
 */
function patience(ms) {
    const begun = performance.now();
    let timer;
    const late = new Promise((resolve) => {
        timer = setTimeout(() => {
            const lost = performance.now() - begun - ms;
            if (lost < LATE_MS)
                resolve('late');
            else
                timer = setTimeout(resolve, Math.min(lost, ms), 'late');
        }, ms);
    });
    return { late, cancel: () => clearTimeout(timer) };
}
/** The server's words, or the network's; a failure of many addresses gives its first. */
function wordsOf(error) {
    if (error instanceof AggregateError && error.errors.length > 0)
        return wordsOf(error.errors[0]);
    return error instanceof Error ? error.message : String(error);
}

// EXTERNAL MODULE: external "node:net"
var external_node_net_ = __webpack_require__(4649);
// EXTERNAL MODULE: external "node:tls"
var external_node_tls_ = __webpack_require__(1692);
;// CONCATENATED MODULE: ./lib/adapters/ioredis/dial-connector.js



/**
 * A connector that maps addresses when it dials. The client keeps the announced addresses as its keys, so that MOVED,
 * ASK and its slot table speak of the same nodes.
 */
function dialConnector(map, tls) {
    return class DialConnector extends built.AbstractConnector {
        #host;
        #port;
        constructor(options) {
            const { host = 'localhost', port = 6379, disconnectTimeout = 2000 } = options;
            super(disconnectTimeout);
            this.#host = host;
            this.#port = port;
        }
        async connect() {
            this.connecting = true;
            const { host, port } = map(this.#host, this.#port);
            this.stream = tls === undefined ? (0,external_node_net_.createConnection)({ host, port }) : (0,external_node_tls_.connect)({ ...tls, host, port });
            return this.stream;
        }
    };
}

;// CONCATENATED MODULE: ./lib/adapters/ioredis/app-client.js



/**
 * ioredis' Cluster client with the application's own options. Only what belongs to the surroundings is added: the
 * password, RESP2, and where addresses have to be mapped a connector that does it when dialling. Never `natMap`: in
 * ioredis 6.0.0 the handler of MOVED (lib/cluster/index.ts) stores the address before mapping, and the next command
 * goes to a random node.
 */
function openAppClient({ password, tls, dial }, seeds, options) {
    const own = options;
    const redisOptions = {
        ...own.redisOptions,
        protocol: 2,
        ...(password === undefined ? {} : { password }),
        ...tlsOptions(tls),
        ...(dial === undefined ? {} : { Connector: dialConnector(dial, tlsOptions(tls).tls) }),
    };
    const cluster = new built.Cluster(seeds.map(({ host, port }) => ({ host, port })), { ...own, redisOptions });
    // What goes wrong is counted at the command that it went wrong for.
    cluster.on('error', () => undefined);
    return {
        async set(key, value, ttlSeconds) {
            await cluster.set(key, value, 'EX', ttlSeconds);
        },
        async close() {
            cluster.disconnect();
        },
    };
}

;// CONCATENATED MODULE: ./lib/adapters/ioredis/nodes.js

/** Raw connections by ioredis, one for each node and lane. */
function ioredisNodes(options) {
    const addresses = new Map();
    const connections = new Map();
    const drop = (belongs) => {
        for (const [key, connection] of connections) {
            if (!belongs(key))
                continue;
            connection.close();
            connections.delete(key);
        }
    };
    const connectionFor = ({ node, lane = '', anonymous = false }) => {
        const address = addresses.get(node);
        if (address === undefined)
            return undefined;
        const key = `${node}\n${lane}\n${anonymous}`;
        const known = connections.get(key);
        if (known !== undefined)
            return known;
        const { host, port } = options.dial?.(address) ?? address;
        const password = anonymous ? undefined : options.password;
        const made = new NodeConnection({ host, port, password, tls: options.tls, connectMs: options.connectMs });
        connections.set(key, made);
        return made;
    };
    return {
        async use(given) {
            for (const address of given) {
                const old = addresses.get(address.name);
                if (old?.host !== address.host || old.port !== address.port)
                    drop((key) => key.startsWith(`${address.name}\n`));
            }
            const names = new Set(given.map(({ name }) => name));
            drop((key) => !names.has(key.split('\n')[0] ?? ''));
            addresses.clear();
            for (const address of given)
                addresses.set(address.name, address);
        },
        call: (calls, timeoutMs) => Promise.all(calls.map((call) => {
            const connection = connectionFor(call);
            if (connection === undefined)
                return Promise.resolve({ ok: false, error: `no address of ${call.node}`, ms: 0 });
            return connection.call(withPassword(call, options.password), timeoutMs);
        })),
        async close() {
            drop(() => true);
        },
    };
}
function withPassword({ args, passwordAt }, password) {
    if (passwordAt === undefined || password === undefined)
        return args;
    return [...args.slice(0, passwordAt), 'AUTH', password, ...args.slice(passwordAt)];
}

// EXTERNAL MODULE: ./lib/adapters/node/pulse.js
var pulse = __webpack_require__(880);
// EXTERNAL MODULE: ./lib/ports/redis-load.js
var redis_load = __webpack_require__(4144);
// EXTERNAL MODULE: ./lib/stages/redis/routes.js
var redis_routes = __webpack_require__(2577);
// EXTERNAL MODULE: ./lib/stages/redis/slots.js
var slots = __webpack_require__(6770);
;// CONCATENATED MODULE: ./lib/stages/redis/session-load.js



const TICK_MS = 10;
/** WAIT holds its connection; so many may wait at one node before writes queue behind each other. */
const LANES = 16;
const READ_BATCH = 200;
const READ_MS = 5000;
/** Writes sessions at a steady rate and remembers each write; runs where the probe is. */
function sessionLoad(nodes, addresses, open, clock) {
    const running = new Map();
    return {
        async start(options) {
            const client = options.client === 'app' ? open(addresses(), options.appOptions) : undefined;
            const routes = (0,redis_routes/* routesTo */.K)(nodes, addresses, clock);
            if (client === undefined)
                await routes.refresh();
            const send = client === undefined ? rawSender(nodes, addresses, routes, clock, options) : appSender(client, clock, options);
            const samples = [];
            const stop = new AbortController();
            const sending = schedule(clock, options, send, samples, stop.signal);
            running.set(options.prefix, { options, stop, samples, sending, client });
            while (samples.length === 0)
                await clock.sleep(TICK_MS);
            await samples[0];
        },
        async stop(prefix) {
            const load = running.get(prefix);
            if (load === undefined)
                return [];
            running.delete(prefix);
            load.stop.abort();
            await load.sending;
            // An application's client may keep commands for ever; closing it makes them fail, which is what they did.
            const answered = new AbortController();
            const closed = clock
                .sleep(load.options.timeoutMs + 500, answered.signal)
                .catch(() => undefined)
                .then(() => load.client?.close());
            const samples = await Promise.all(load.samples);
            answered.abort();
            await closed;
            return samples;
        },
        readBack: (keys) => readBack(nodes, addresses, clock, keys),
    };
}
/** An open model: writes leave at their intended times, however long the earlier ones take. */
async function schedule(clock, { rate, prefix }, send, samples, signal) {
    const begun = clock.now();
    while (!signal.aborted) {
        const due = Math.floor(((clock.now() - begun) * rate) / 1000);
        while (samples.length <= due)
            samples.push(send(`${prefix}${samples.length}`, Math.round(begun + (samples.length * 1000) / rate)));
        await clock.sleep(TICK_MS, signal).catch(() => undefined);
    }
}
function isGone(node, addresses) {
    return addresses.every(({ name }) => name !== node);
}
function rawSender(nodes, addresses, routes, clock, options) {
    let turn = 0;
    return async (key, at) => {
        const slot = (0,slots/* slotOf */.SW)(key);
        const write = ['SET', key, (0,redis_load/* sessionValue */.o)(key), 'EX', String(options.ttlSeconds)];
        const wait = options.waitReplicas > 0 ? [['WAIT', String(options.waitReplicas), String(options.waitMs)]] : [];
        const lane = `load ${options.prefix} ${options.waitReplicas > 0 ? turn++ % LANES : 0}`;
        let asking = false;
        let node = routes.owner(slot);
        for (let moved = 0;; moved++) {
            const sample = { key, slot, at, moved, ...(node === undefined ? {} : { node }) };
            if (node === undefined) {
                routes.doubt();
                return { ...sample, ms: clock.now() - at, outcome: 'failed', error: 'no node owns the slot' };
            }
            const target = node;
            const calls = [...(asking ? [['ASKING']] : []), write, ...wait].map((args) => ({ node: target, lane, args }));
            const replies = await nodes.call(calls, options.timeoutMs);
            const ms = clock.now() - at;
            const reply = replies[asking ? 1 : 0];
            if (reply?.ok) {
                const copies = replies.at(-1);
                const short = wait.length > 0 && (copies?.ok !== true || Number(copies.value) < options.waitReplicas);
                return { ...sample, ms, outcome: short ? 'short' : 'acked' };
            }
            const error = reply?.error ?? 'no reply';
            if (moved < 4 && isGone(target, addresses())) {
                // The node left the cluster in good order; that its slots are elsewhere is for us to find out, as any client does.
                await routes.refresh();
                [asking, node] = [false, routes.owner(slot)];
                continue;
            }
            const next = moved < 4 ? routes.redirect(error) : undefined;
            if (next === undefined) {
                routes.doubt();
                return { ...sample, ms, outcome: 'failed', error };
            }
            [asking, node] = [next.asking, next.node];
        }
    };
}
function appSender(client, clock, { ttlSeconds }) {
    return async (key, at) => {
        const sample = { key, slot: (0,slots/* slotOf */.SW)(key), at, moved: 0 };
        try {
            await client.set(key, (0,redis_load/* sessionValue */.o)(key), ttlSeconds);
            return { ...sample, ms: clock.now() - at, outcome: 'acked' };
        }
        catch (error) {
            return {
                ...sample,
                ms: clock.now() - at,
                outcome: 'failed',
                error: error instanceof Error ? error.message : String(error),
            };
        }
    };
}
/** Rounds of asking for what no owner answered for: a write that is unread is not a write that is lost. */
const READ_ROUNDS = 6;
const READ_PAUSE_MS = 500;
/** Value and expiry of each key, from the owner that the newest view names. */
async function readBack(nodes, addresses, clock, keys) {
    const routes = (0,redis_routes/* routesTo */.K)(nodes, addresses, clock);
    const found = new Map();
    let open = keys;
    for (let round = 1; open.length > 0 && round <= READ_ROUNDS; round++) {
        if (round > 1)
            await clock.sleep(READ_PAUSE_MS);
        await routes.refresh();
        for (let from = 0; from < open.length; from += READ_BATCH)
            for (const one of await readSome(nodes, routes, open.slice(from, from + READ_BATCH)))
                found.set(one.key, one);
        open = open.filter((key) => found.get(key)?.value === undefined);
    }
    return [...found.values()];
}
async function readSome(nodes, routes, keys) {
    const calls = keys.flatMap((key) => {
        const node = routes.owner((0,slots/* slotOf */.SW)(key)) ?? '';
        return [
            { node, args: ['GET', key] },
            { node, args: ['PEXPIRETIME', key] },
        ];
    });
    const replies = await nodes.call(calls, READ_MS);
    return keys.map((key, index) => {
        const [value, expiry] = [replies[index * 2], replies[index * 2 + 1]];
        return {
            key,
            value: value?.ok ? value.value : undefined,
            expiresAt: expiry?.ok ? Number(expiry.value) : undefined,
        };
    });
}

;// CONCATENATED MODULE: ./lib/entry/probe/service.js




const CONNECT_MS = 1000;
/** `dial` maps addresses for a probe that is not where the application would be. */
function probeService(login, clock, dial) {
    const raw = ioredisNodes({
        ...login,
        connectMs: CONNECT_MS,
        ...(dial === undefined ? {} : { dial: ({ host, port }) => dial(host, port) }),
    });
    let known = [];
    const nodes = {
        async use(addresses) {
            known = addresses;
            await raw.use(addresses);
        },
        call: (calls, timeoutMs) => raw.call(calls, timeoutMs),
        close: () => raw.close(),
    };
    const load = sessionLoad(nodes, () => known, (seeds, options) => openAppClient({ ...login, ...(dial === undefined ? {} : { dial }) }, seeds, options), clock);
    const halves = { nodes, load, pulse: (0,pulse/* processPulse */.L)('the probe') };
    return { ...halves, answer: (line) => answer(halves, line) };
}
async function answer(halves, line) {
    let id = -1;
    try {
        const request = JSON.parse(line);
        id = request.id;
        return { id, ok: true, value: (await perform(halves, request)) ?? null };
    }
    catch (error) {
        return { id, ok: false, error: error instanceof Error ? error.message : String(error) };
    }
}
function perform({ nodes, load, pulse }, request) {
    switch (request.op) {
        case 'use':
            return nodes.use(request.addresses);
        case 'call':
            return nodes.call(request.calls, request.timeoutMs);
        case 'load-start':
            return load.start(request.options);
        case 'load-stop':
            return load.stop(request.prefix);
        case 'read-back':
            return load.readBack(request.keys);
        case 'stood-still':
            return pulse.stoodStill(request.lastMs);
    }
}


/***/ })
];
;