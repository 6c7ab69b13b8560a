import { createRequire as __WEBPACK_EXTERNAL_createRequire } from "module";
/******/ var __webpack_modules__ = ({

/***/ 4589:
/***/ ((module) => {

module.exports = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("node:assert");

/***/ }),

/***/ 6698:
/***/ ((module) => {

module.exports = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("node:async_hooks");

/***/ }),

/***/ 4573:
/***/ ((module) => {

module.exports = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("node:buffer");

/***/ }),

/***/ 7540:
/***/ ((module) => {

module.exports = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("node:console");

/***/ }),

/***/ 7598:
/***/ ((module) => {

module.exports = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("node:crypto");

/***/ }),

/***/ 3053:
/***/ ((module) => {

module.exports = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("node:diagnostics_channel");

/***/ }),

/***/ 610:
/***/ ((module) => {

module.exports = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("node:dns");

/***/ }),

/***/ 8474:
/***/ ((module) => {

module.exports = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("node:events");

/***/ }),

/***/ 1455:
/***/ ((module) => {

module.exports = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("node:fs/promises");

/***/ }),

/***/ 7067:
/***/ ((module) => {

module.exports = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("node:http");

/***/ }),

/***/ 2467:
/***/ ((module) => {

module.exports = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("node:http2");

/***/ }),

/***/ 7030:
/***/ ((module) => {

module.exports = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("node:net");

/***/ }),

/***/ 6760:
/***/ ((module) => {

module.exports = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("node:path");

/***/ }),

/***/ 643:
/***/ ((module) => {

module.exports = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("node:perf_hooks");

/***/ }),

/***/ 1792:
/***/ ((module) => {

module.exports = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("node:querystring");

/***/ }),

/***/ 99:
/***/ ((module) => {

module.exports = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("node:sqlite");

/***/ }),

/***/ 7075:
/***/ ((module) => {

module.exports = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("node:stream");

/***/ }),

/***/ 7830:
/***/ ((module) => {

module.exports = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("node:stream/web");

/***/ }),

/***/ 7997:
/***/ ((module) => {

module.exports = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("node:timers");

/***/ }),

/***/ 1692:
/***/ ((module) => {

module.exports = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("node:tls");

/***/ }),

/***/ 3136:
/***/ ((module) => {

module.exports = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("node:url");

/***/ }),

/***/ 7975:
/***/ ((module) => {

module.exports = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("node:util");

/***/ }),

/***/ 3429:
/***/ ((module) => {

module.exports = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("node:util/types");

/***/ }),

/***/ 5919:
/***/ ((module) => {

module.exports = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("node:worker_threads");

/***/ }),

/***/ 8522:
/***/ ((module) => {

module.exports = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("node:zlib");

/***/ })

/******/ });
/************************************************************************/
/******/ // The module cache
/******/ var __webpack_module_cache__ = {};
/******/ 
/******/ // The require function
/******/ function __nccwpck_require__(moduleId) {
/******/ 	// Check if module is in cache
/******/ 	var cachedModule = __webpack_module_cache__[moduleId];
/******/ 	if (cachedModule !== undefined) {
/******/ 		return cachedModule.exports;
/******/ 	}
/******/ 	// Create a new module (and put it into the cache)
/******/ 	var module = __webpack_module_cache__[moduleId] = {
/******/ 		id: moduleId,
/******/ 		loaded: false,
/******/ 		exports: {}
/******/ 	};
/******/ 
/******/ 	// Execute the module function
/******/ 	var threw = true;
/******/ 	try {
/******/ 		__webpack_modules__[moduleId](module, module.exports, __nccwpck_require__);
/******/ 		threw = false;
/******/ 	} finally {
/******/ 		if(threw) delete __webpack_module_cache__[moduleId];
/******/ 	}
/******/ 
/******/ 	// Flag the module as loaded
/******/ 	module.loaded = true;
/******/ 
/******/ 	// Return the exports of the module
/******/ 	return module.exports;
/******/ }
/******/ 
/******/ // expose the modules object (__webpack_modules__)
/******/ __nccwpck_require__.m = __webpack_modules__;
/******/ 
/************************************************************************/
/******/ /* webpack/runtime/asset-relocator-loader */
/******/ if (typeof __nccwpck_require__ !== 'undefined') __nccwpck_require__.ab = decodeURIComponent(new URL('.', import.meta.url).pathname).slice(import.meta.url.match(/^file:\/\/\/\w:/) ? 1 : 0, -1) + "/";
/******/ 
/******/ /* webpack/runtime/define property getters */
/******/ (() => {
/******/ 	// define getter functions for harmony exports
/******/ 	__nccwpck_require__.d = (exports, definition) => {
/******/ 		for(var key in definition) {
/******/ 			if(__nccwpck_require__.o(definition, key) && !__nccwpck_require__.o(exports, key)) {
/******/ 				Object.defineProperty(exports, key, { enumerable: true, get: definition[key] });
/******/ 			}
/******/ 		}
/******/ 	};
/******/ })();
/******/ 
/******/ /* webpack/runtime/ensure chunk */
/******/ (() => {
/******/ 	__nccwpck_require__.f = {};
/******/ 	// This file contains only the entry chunk.
/******/ 	// The chunk loading function for additional chunks
/******/ 	__nccwpck_require__.e = (chunkId) => {
/******/ 		return Promise.all(Object.keys(__nccwpck_require__.f).reduce((promises, key) => {
/******/ 			__nccwpck_require__.f[key](chunkId, promises);
/******/ 			return promises;
/******/ 		}, []));
/******/ 	};
/******/ })();
/******/ 
/******/ /* webpack/runtime/get javascript chunk filename */
/******/ (() => {
/******/ 	// This function allow to reference async chunks
/******/ 	__nccwpck_require__.u = (chunkId) => {
/******/ 		// return url for filenames based on template
/******/ 		return "" + chunkId + ".index.js";
/******/ 	};
/******/ })();
/******/ 
/******/ /* webpack/runtime/hasOwnProperty shorthand */
/******/ (() => {
/******/ 	__nccwpck_require__.o = (obj, prop) => (Object.prototype.hasOwnProperty.call(obj, prop))
/******/ })();
/******/ 
/******/ /* webpack/runtime/node module decorator */
/******/ (() => {
/******/ 	__nccwpck_require__.nmd = (module) => {
/******/ 		module.paths = [];
/******/ 		if (!module.children) module.children = [];
/******/ 		return module;
/******/ 	};
/******/ })();
/******/ 
/******/ /* webpack/runtime/import chunk loading */
/******/ (() => {
/******/ 	// no baseURI
/******/ 	
/******/ 	// object to store loaded and loading chunks
/******/ 	// undefined = chunk not loaded, null = chunk preloaded/prefetched
/******/ 	// [resolve, Promise] = chunk loading, 0 = chunk loaded
/******/ 	var installedChunks = {
/******/ 		792: 0
/******/ 	};
/******/ 	
/******/ 	var installChunk = (data) => {
/******/ 		var {ids, modules, runtime} = data;
/******/ 		// add "modules" to the modules object,
/******/ 		// then flag all "ids" as loaded and fire callback
/******/ 		var moduleId, chunkId, i = 0;
/******/ 		for(moduleId in modules) {
/******/ 			if(__nccwpck_require__.o(modules, moduleId)) {
/******/ 				__nccwpck_require__.m[moduleId] = modules[moduleId];
/******/ 			}
/******/ 		}
/******/ 		if(runtime) runtime(__nccwpck_require__);
/******/ 		for(;i < ids.length; i++) {
/******/ 			chunkId = ids[i];
/******/ 			if(__nccwpck_require__.o(installedChunks, chunkId) && installedChunks[chunkId]) {
/******/ 				installedChunks[chunkId][0]();
/******/ 			}
/******/ 			installedChunks[ids[i]] = 0;
/******/ 		}
/******/ 	
/******/ 	}
/******/ 	
/******/ 	__nccwpck_require__.f.j = (chunkId, promises) => {
/******/ 			// import() chunk loading for javascript
/******/ 			var installedChunkData = __nccwpck_require__.o(installedChunks, chunkId) ? installedChunks[chunkId] : undefined;
/******/ 			if(installedChunkData !== 0) { // 0 means "already installed".
/******/ 	
/******/ 				// a Promise means "currently loading".
/******/ 				if(installedChunkData) {
/******/ 					promises.push(installedChunkData[1]);
/******/ 				} else {
/******/ 					if(true) { // all chunks have JS
/******/ 						// setup Promise in chunk cache
/******/ 						var promise = import("./" + __nccwpck_require__.u(chunkId)).then(installChunk, (e) => {
/******/ 							if(installedChunks[chunkId] !== 0) installedChunks[chunkId] = undefined;
/******/ 							throw e;
/******/ 						});
/******/ 						var promise = Promise.race([promise, new Promise((resolve) => (installedChunkData = installedChunks[chunkId] = [resolve]))])
/******/ 						promises.push(installedChunkData[1] = promise);
/******/ 					}
/******/ 				}
/******/ 			}
/******/ 	};
/******/ 	
/******/ 	// no prefetching
/******/ 	
/******/ 	// no preloaded
/******/ 	
/******/ 	// no external install chunk
/******/ 	
/******/ 	// no on chunks loaded
/******/ })();
/******/ 
/************************************************************************/
var __webpack_exports__ = {};

;// CONCATENATED MODULE: external "node:os"
const external_node_os_namespaceObject = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("node:os");
// EXTERNAL MODULE: external "node:worker_threads"
var external_node_worker_threads_ = __nccwpck_require__(5919);
;// CONCATENATED MODULE: ./lib/adapters/http/alarm.js

/**
 * The other thread, which does nothing but wait: `Atomics.wait` ends on the microsecond, where Node's timers count
 * milliseconds. Its text is what the thread runs, so it may use nothing from outside; a file of its own would have to be
 * found again in a bundle.
 */
function waiter(threads) {
    const { turn, due } = threads.workerData;
    const now = () => {
        const [seconds, nanoseconds] = process.hrtime();
        return seconds * 1e3 + nanoseconds / 1e6;
    };
    let seen = 0;
    threads.parentPort?.postMessage(seen);
    for (;;) {
        Atomics.wait(turn, 0, seen);
        let wait = 0;
        do {
            seen = Atomics.load(turn, 0);
            wait = (due[0] ?? 0) - now();
        } while (wait > 0 && Atomics.wait(turn, 0, seen, wait) !== 'timed-out');
        threads.parentPort?.postMessage(seen);
    }
}
/** Difference between the monotonic clock that threads share and this thread's `performance.now()`, in milliseconds. */
function clockOffset() {
    const [seconds, nanoseconds] = process.hrtime();
    return seconds * 1e3 + nanoseconds / 1e6 - performance.now();
}
/** What it takes to wait begins with the first `start`: a thread costs as much as some thousand requests. */
function threadAlarm() {
    const turn = new Int32Array(new SharedArrayBuffer(4));
    const due = new Float64Array(new SharedArrayBuffer(8));
    const offset = clockOffset();
    let ring = null;
    let worker = null;
    let ready = false;
    const rings = (seen) => {
        if (seen !== turn[0] || ring === null)
            return;
        const rung = ring;
        ring = null;
        rung();
    };
    const begin = async () => {
        const text = `(${waiter.toString()})(require('node:worker_threads'))`;
        const made = new external_node_worker_threads_.Worker(text, { eval: true, workerData: { turn, due } });
        worker = made;
        ready = await new Promise((resolve) => {
            made.once('message', () => resolve(true));
            made.once('error', () => resolve(false));
        });
        made.on('message', rings);
        made.unref();
    };
    let begun = null;
    return {
        start: () => (begun ??= begin()),
        get ready() {
            return ready;
        },
        set(at, then) {
            ring = then;
            due[0] = at + offset;
            Atomics.add(turn, 0, 1);
            Atomics.notify(turn, 0);
        },
        clear() {
            ring = null;
        },
        stop() {
            ready = false;
            void worker?.terminate();
        },
    };
}

;// CONCATENATED MODULE: ./lib/adapters/http/connections.js
function connections_opener(plan, random, lane) {
    return (now) => ({
        lane: lane(),
        // Ages are spread, so that connections do not all end in the same instant.
        retiresAt: now + plan.connectionMaxAgeMs * (0.75 + random() / 2),
        used: 0,
        busy: 0,
    });
}
/** HTTP/1.1: one request at a time on each; the one used last is taken first, so that the others may age and close. */
function exclusive(plan, open) {
    let idle = [];
    let opened = 0;
    const drop = (connection) => {
        opened--;
        connection.lane.close();
    };
    const begin = (now) => {
        if (opened >= plan.connections)
            return null;
        opened++;
        return open(now);
    };
    const fresh = ({ retiresAt, lane }, now) => retiresAt > now && !lane.spent(now);
    return {
        take(now) {
            for (let last = idle.pop(); last; last = idle.pop()) {
                if (fresh(last, now))
                    return last;
                drop(last);
            }
            return begin(now);
        },
        open(now) {
            const spare = opened >= plan.connections ? idle.shift() : undefined;
            if (spare)
                drop(spare);
            return begin(now);
        },
        give(connection, now) {
            if (fresh(connection, now))
                idle.push(connection);
            else
                drop(connection);
        },
        sweep(now) {
            const old = idle.filter((connection) => !fresh(connection, now));
            if (old.length === 0)
                return;
            idle = idle.filter((connection) => fresh(connection, now));
            for (const connection of old)
                drop(connection);
        },
        close() {
            for (const connection of idle)
                drop(connection);
            idle = [];
        },
    };
}
/** Streams that a server must be expected to allow on one HTTP/2 connection (RFC 9113 6.5.2 advises 100 or more). */
const streams = 100;
/** HTTP/2: many requests at a time; the least busy connection is taken. */
function multiplexed(plan, open) {
    let connections = [];
    const sweep = (now) => {
        for (const connection of connections.filter(({ retiresAt }) => retiresAt <= now))
            connection.lane.close();
        connections = connections.filter(({ retiresAt }) => retiresAt > now);
    };
    const take = (now) => {
        if (connections.some(({ retiresAt }) => retiresAt <= now))
            sweep(now);
        if (connections.length < plan.connections && connections.every(({ busy }) => busy > 0))
            connections.push(open(now));
        const least = connections.reduce((a, b) => (a && a.busy <= b.busy ? a : b), null);
        return least && least.busy < streams ? least : null;
    };
    return {
        take,
        // Its client mends its connection by itself.
        open: take,
        give() { },
        sweep,
        close() {
            sweep(Number.POSITIVE_INFINITY);
        },
    };
}
function connections(plan, random, lane) {
    const open = connections_opener(plan, random, lane);
    return plan.protocol === 'h2' ? multiplexed(plan, open) : exclusive(plan, open);
}

// EXTERNAL MODULE: external "node:perf_hooks"
var external_node_perf_hooks_ = __nccwpck_require__(643);
;// CONCATENATED MODULE: ./lib/adapters/http/cookies.js
function defaultPath(requestPath) {
    const end = requestPath.lastIndexOf('/');
    return end <= 0 ? '/' : requestPath.slice(0, end);
}
function parse(line, requestPath) {
    const [pair = '', ...attributes] = line.split(';');
    const equals = pair.indexOf('=');
    if (equals < 1)
        return null;
    const attribute = new Map(attributes.map((text) => {
        const [name = '', ...value] = text.split('=');
        return [name.trim().toLowerCase(), value.join('=').trim()];
    }));
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
function matches(cookiePath, path) {
    if (!path.startsWith(cookiePath))
        return false;
    return path.length === cookiePath.length || cookiePath.endsWith('/') || '/?'.includes(path[cookiePath.length] ?? '');
}
function cookieJar() {
    const cookies = new Map();
    return {
        store(lines, requestPath) {
            for (const line of lines) {
                const parsed = parse(line, requestPath.split('?')[0] ?? '/');
                if (!parsed)
                    continue;
                const key = `${parsed.cookie.name};${parsed.cookie.path}`;
                if (parsed.expired)
                    cookies.delete(key);
                else
                    cookies.set(key, parsed.cookie);
            }
        },
        header(path) {
            const fitting = [...cookies.values()].filter((cookie) => matches(cookie.path, path));
            if (fitting.length === 0)
                return null;
            return fitting.map(({ name, value }) => `${name}=${value}`).join('; ');
        },
    };
}

;// CONCATENATED MODULE: ./lib/adapters/http/request.js
const wantsBody = new Set(['POST', 'PUT', 'PATCH']);
const target = /^\/[\x21-\xff]*$/;
const fieldValue = /^[\t\x20-\x7e\x80-\xff]*$/;
/** One request as it goes over the wire, HTTP/1.1's bytes made once. */
class WireRequest {
    method;
    path;
    /** Names and values in turn. */
    headers;
    body;
    encoded = null;
    constructor(method, path, headers, body) {
        this.method = method;
        this.path = path;
        this.headers = headers;
        this.body = body;
    }
    /** Null where a value from a template would break out of its line: such a request is never sent. */
    bytes() {
        this.encoded ??= this.encode();
        return this.encoded;
    }
    encode() {
        const { method, path, headers, body } = this;
        if (!target.test(path))
            return null;
        const lines = [`${method} ${path} HTTP/1.1`];
        for (let index = 0; index + 1 < headers.length; index += 2) {
            const value = headers[index + 1] ?? '';
            if (!fieldValue.test(value))
                return null;
            lines.push(`${headers[index]}: ${value}`);
        }
        lines.push('connection: keep-alive');
        const payload = body === null ? null : Buffer.from(body);
        if (payload !== null || wantsBody.has(method))
            lines.push(`content-length: ${payload?.length ?? 0}`);
        const head = Buffer.from(`${lines.join('\r\n')}\r\n\r\n`, 'latin1');
        return payload === null ? head : Buffer.concat([head, payload]);
    }
}

;// CONCATENATED MODULE: ./lib/adapters/http/template.js
function template(text) {
    const parts = text.split(/\{\{\s*([\w.-]+)\s*\}\}/);
    if (parts.length === 1)
        return { fixed: true, render: () => text };
    return {
        fixed: false,
        render: (values) => parts.map((part, index) => (index % 2 === 0 ? part : (values.get(part) ?? ''))).join(''),
    };
}

;// CONCATENATED MODULE: ./lib/adapters/http/session.js



function step(request, plan) {
    const named = Object.keys(request.headers).some((name) => name.toLowerCase() === 'host');
    const host = named ? [] : ['host', plan.host ?? new URL(plan.origin).host];
    const path = template(request.path);
    const body = request.body === null ? null : template(request.body);
    const headers = Object.entries(request.headers).map(([name, value]) => [name, template(value)]);
    const render = (values, cookie) => {
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
function aloneOf({ cookies }, [only, ...more]) {
    const free = more.length === 0 && !cookies && only?.request.extract.length === 0;
    return only !== undefined && free && only.fixed !== null ? { step: only, session: null } : null;
}
function compile(scenario, plan) {
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
function property(value, key) {
    return typeof value === 'object' && value !== null ? value[key] : undefined;
}
function extracted(rule, headers, body) {
    switch (rule.from) {
        case 'header':
            return headers[rule.name.toLowerCase()]?.toString();
        case 'body':
            return new RegExp(rule.pattern).exec(body)?.[1];
        case 'json': {
            let value;
            try {
                value = JSON.parse(body);
            }
            catch {
                return undefined;
            }
            for (const key of rule.path.split('.'))
                value = property(value, key);
            return value === undefined || value === null ? undefined : String(value);
        }
    }
}
/** Takes cookies and values out of an answer, for the session's later requests. */
function learn(session, at, path, headers, body) {
    const cookies = headers['set-cookie'];
    if (session.jar && cookies)
        session.jar.store([cookies].flat().map(String), path);
    for (const rule of at.request.extract) {
        const value = extracted(rule, headers, body);
        if (value !== undefined)
            session.values.set(rule.into, value);
    }
}

;// CONCATENATED MODULE: ./lib/adapters/http/arrivals.js

function arrivals(plan, random) {
    const scenarios = plan.scenarios.map((scenario) => compile(scenario, plan));
    const waiting = new Map(scenarios.map((scenario) => [scenario, []]));
    const queueOf = new Map([...waiting].map(([{ steps }, queue]) => [steps, queue]));
    const total = scenarios.reduce((sum, { weight }) => sum + weight, 0);
    const choose = () => {
        if (scenarios.length === 1)
            return scenarios[0];
        let rest = random() * total;
        for (const scenario of scenarios) {
            rest -= scenario.weight;
            if (rest < 0)
                return scenario;
        }
        return scenarios.at(-1);
    };
    return {
        next() {
            const scenario = choose();
            if (scenario?.alone)
                return scenario.alone;
            const first = scenario?.steps[0];
            if (!scenario || !first)
                throw new RangeError('a plan without requests');
            const session = waiting.get(scenario)?.shift() ?? scenario.begin();
            return { step: session.steps[session.next] ?? first, session };
        },
        done(session) {
            session.next++;
            if (session.next < session.steps.length)
                queueOf.get(session.steps)?.push(session);
        },
    };
}

;// CONCATENATED MODULE: ./lib/adapters/http/exchange.js
/** Codes with which a server's closing of an idle connection shows itself on the next request. */
const closedWhileIdle = new Set(['closed', 'ECONNRESET', 'EPIPE']);
const noFields = {};
const noValues = new Map();
/** One request of the schedule and its answer. */
class Exchange {
    phase;
    /** Monotonic milliseconds at which the schedule wanted it. */
    intended;
    step;
    session;
    connection = null;
    /** Monotonic milliseconds of the first sending; 0 before. */
    sent = 0;
    path = '/';
    bytes = 0;
    fields = noFields;
    status = 0;
    retried = false;
    over = false;
    chunks = null;
    sending = null;
    keepsBody;
    owner;
    constructor(owner, phase, intended, step, session) {
        this.owner = owner;
        this.phase = phase;
        this.intended = intended;
        this.step = step;
        this.session = session;
        this.keepsBody = step.keepsBody;
    }
    get body() {
        return this.chunks === null ? '' : Buffer.concat(this.chunks).toString('utf8');
    }
    /** Goes out on a connection. */
    begin(connection) {
        this.connection = connection;
        this.sending = connection.lane.send(this.request(), this);
    }
    answer(status, fields) {
        this.status = status;
        this.fields = fields;
    }
    data(buffer, from, to) {
        this.bytes += to - from;
        if (!this.keepsBody)
            return;
        this.chunks ??= [];
        this.chunks.push(Buffer.from(buffer.subarray(from, to)));
    }
    complete() {
        this.end(this.status);
    }
    fail(fault) {
        if (this.over || !this.mayRetry(fault)) {
            this.end(fault);
            return;
        }
        this.retried = true;
        this.sending = null;
        this.owner.again(this);
    }
    /** Gives up waiting. The connection is broken off, as a client does. */
    timeOut() {
        this.sending?.cancel();
        this.end('timeout');
    }
    request() {
        const { step, session } = this;
        if (session === null && step.fixed !== null)
            return step.fixed;
        const values = session?.values ?? noValues;
        this.path = step.path(values);
        return step.render(values, session?.jar?.header(this.path) ?? null);
    }
    /** Nothing of an answer came on a kept connection: clients send such a request again (RFC 9110, 9.2.2). */
    mayRetry(fault) {
        const { method } = this.step.request;
        const kept = (this.connection?.used ?? 0) > 1;
        return (!this.retried &&
            this.status === 0 &&
            kept &&
            (method === 'GET' || method === 'HEAD') &&
            closedWhileIdle.has(fault));
    }
    end(outcome) {
        if (this.over)
            return;
        this.over = true;
        this.owner.ended(this, outcome);
    }
}

;// CONCATENATED MODULE: external "node:fs"
const external_node_fs_namespaceObject = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("node:fs");
;// CONCATENATED MODULE: ./lib/adapters/processor-time.js
/**
 * The first line of Linux' `/proc/stat`: user nice system idle iowait irq softirq steal; what guests got is in user
 * already. See proc_stat(5). Null for any other text.
 */
function processorTime(stat) {
    const jiffies = /^cpu +(.+)$/m.exec(stat)?.[1]?.split(/\s+/).slice(0, 8).map(Number) ?? [];
    if (jiffies.length < 8 || jiffies.some(Number.isNaN))
        return null;
    const [, , , idle = 0, iowait = 0, , , stolen = 0] = jiffies;
    const total = jiffies.reduce((sum, each) => sum + each, 0);
    return { total, used: total - idle - iowait - stolen, stolen };
}

;// CONCATENATED MODULE: ./lib/adapters/http/histogram.js
/** Longest latency told apart, 20 minutes in microseconds; what is longer counts as this. */
const longest = 1_200_000_000;
/**
 * HdrHistogram's layout (G. Tene): values below 2048 have a bucket each, and each doubling above has 1024 more, so that
 * three significant digits are kept. The index is computed from the leading zeros, without a loop or a division.
 */
const [linear, half, halfBits] = [2048, 1024, 10];
function indexOf(value) {
    if (value < linear)
        return value;
    const shift = 21 - Math.clz32(value);
    return shift * half + (value >>> shift);
}
/** The largest value that is counted with `index`. */
function largestAt(index) {
    if (index < linear)
        return index;
    const shift = (index >>> halfBits) - 1;
    return (index - shift * half + 1) * 2 ** shift - 1;
}
function histogram() {
    const counts = new Uint32Array(indexOf(longest) + 1);
    let [count, sum, min, max] = [0, 0, Number.POSITIVE_INFINITY, 0];
    let highest = 0;
    return {
        record(ms) {
            const micros = Math.round(ms * 1000);
            const index = indexOf(Math.min(longest, Math.max(1, micros)));
            counts[index] = (counts[index] ?? 0) + 1;
            if (index > highest)
                highest = index;
            count++;
            sum += ms;
            if (ms < min)
                min = ms;
            if (ms > max)
                max = ms;
        },
        percentile(percent) {
            let rest = Math.max(1, Math.ceil((percent / 100) * count));
            for (let index = 0; index <= highest; index++) {
                rest -= counts[index] ?? 0;
                if (rest <= 0)
                    return largestAt(index) / 1000;
            }
            return 0;
        },
        distribution() {
            const buckets = [];
            for (let index = 0; index <= highest; index++) {
                const seen = counts[index] ?? 0;
                if (seen > 0)
                    buckets.push([largestAt(index) / 1000, seen]);
            }
            return { count, min: count === 0 ? 0 : min, max, mean: count === 0 ? 0 : sum / count, precision: 0.001, buckets };
        },
        reset() {
            counts.fill(0, 0, highest + 1);
            [count, sum, min, max, highest] = [0, 0, Number.POSITIVE_INFINITY, 0, 0];
        },
    };
}

;// CONCATENATED MODULE: ./lib/adapters/http/health.js




/** Null where the host has no /proc/stat. */
function hostTime() {
    try {
        return processorTime((0,external_node_fs_namespaceObject.readFileSync)('/proc/stat', 'utf8'));
    }
    catch {
        return null;
    }
}
/** Which part of the time between two looks was stolen, and which was not idle; null where nobody counts it. */
function hostShares(before, now) {
    const total = before === null || now === null ? 0 : now.total - before.total;
    if (before === null || now === null || total <= 0)
        return { hostSteal: null, hostCpu: null };
    const [used, stolen] = [now.used - before.used, now.stolen - before.stolen];
    return { hostSteal: stolen / total, hostCpu: (used + stolen) / total };
}
/** Milliseconds between two looks at the event loop; the monitor counts them into each delay. */
const resolution = 10;
/** Measures the thread that it is made in. */
function healthMeter() {
    const [startedAt, cpuAtStart, hostAtStart] = [performance.now(), process.threadCpuUsage(), hostTime()];
    const loop = (0,external_node_perf_hooks_.monitorEventLoopDelay)({ resolution });
    loop.enable();
    const sendLag = histogram();
    return {
        sendLag,
        read() {
            const cpu = process.threadCpuUsage(cpuAtStart);
            return {
                sendLagP99Ms: sendLag.percentile(99),
                eventLoopDelayP99Ms: Math.max(0, loop.percentile(99) / 1e6 - resolution),
                cpu: (cpu.user + cpu.system) / 1000 / Math.max(1, performance.now() - startedAt),
                ...hostShares(hostAtStart, hostTime()),
            };
        },
        stop: () => void loop.disable(),
    };
}

;// CONCATENATED MODULE: ./lib/adapters/http/nap.js
/** Requests sent together from which a nap pays. */
const fewest = 4;
/** Milliseconds that a nap lasts, and within which answers come to a service for which it pays. */
const [lastsMs, quickMs] = [0.3, 1];
/** Weight of the newest answer in the mean. */
const newest = 0.05;
/** Puts the calling thread to sleep, and its event loop with it. */
function threadSleep() {
    const bed = new Int32Array(new SharedArrayBuffer(4));
    return (ms) => void Atomics.wait(bed, 0, 0, ms);
}
/**
 * A service that answers within some hundred microseconds wakes the generator for each request of a group anew, which
 * costs more than to read the answer. So after sending a group to such a service the thread sleeps a little and then
 * finds several answers at once. What came meanwhile is counted up to 0.3 ms too long, and never too short; a service
 * that takes a millisecond or more is not affected.
 */
class Nap {
    sleep;
    meanMs = Number.POSITIVE_INFINITY;
    constructor(sleep) {
        this.sleep = sleep;
    }
    answered(serviceMs) {
        this.meanMs =
            this.meanMs === Number.POSITIVE_INFINITY ? serviceMs : this.meanMs + (serviceMs - this.meanMs) * newest;
    }
    /** So many requests have just been sent together. */
    after(sent) {
        if (sent >= fewest && this.meanMs < quickMs)
            this.sleep(lastsMs);
    }
}

;// CONCATENATED MODULE: ./lib/adapters/http/phase.js

/** Sent this much after the intended time is late. */
const lateMs = 10;
const emptyTally = {
    scheduled: 0,
    sent: 0,
    good: 0,
    bad: 0,
    shed: 0,
    late: 0,
    outcomes: {},
    byPod: {},
    retried: 0,
    bytes: 0,
};
function phaseRecord(name, profile, startedAt, begun) {
    const [latency, service] = [histogram(), histogram()];
    const outcomes = {};
    const byPod = {};
    const count = { scheduled: 0, sent: 0, good: 0, bad: 0, shed: 0, late: 0, retried: 0, bytes: 0 };
    let [area, flying, since] = [0, begun.inFlight, startedAt];
    let endedAt = null;
    let unansweredAtEnd = 0;
    const tally = () => ({ ...count, outcomes: { ...outcomes }, byPod: { ...byPod } });
    const durationMs = (now) => (endedAt ?? now) - startedAt;
    const inFlight = (next, at) => {
        if (endedAt !== null)
            return;
        area += flying * (at - since);
        flying = next;
        since = at;
    };
    return {
        name,
        startedAt,
        scheduled: () => void count.scheduled++,
        sent(intended, at) {
            count.sent++;
            if (at - intended > lateMs)
                count.late++;
        },
        shed(atLeastMs) {
            count.shed++;
            latency.record(atLeastMs);
        },
        retried: () => void count.retried++,
        answered({ intended, sent, end, outcome, good, pod, bytes }, atLeastMs) {
            const unanswered = typeof outcome === 'string';
            latency.record(unanswered ? Math.max(end - intended, atLeastMs) : end - intended);
            service.record(end - sent);
            outcomes[outcome] = (outcomes[outcome] ?? 0) + 1;
            if (pod !== null)
                byPod[pod] = (byPod[pod] ?? 0) + 1;
            if (good)
                count.good++;
            else
                count.bad++;
            count.bytes += bytes;
        },
        inFlight,
        end(at, unanswered) {
            if (endedAt !== null)
                return;
            inFlight(flying, at);
            endedAt = at;
            unansweredAtEnd = unanswered;
        },
        tally,
        durationMs,
        result(now) {
            inFlight(flying, now);
            const lasted = durationMs(now);
            return {
                name,
                profile,
                startedAt: performance.timeOrigin + startedAt,
                durationMs: lasted,
                tally: tally(),
                latency: latency.distribution(),
                service: service.distribution(),
                meanInFlight: lasted > 0 ? area / lasted : 0,
                unanswered: { atStart: begun.unanswered, atEnd: unansweredAtEnd },
            };
        },
    };
}

;// CONCATENATED MODULE: ./lib/adapters/http/random.js
/** A generator that gives the same numbers for the same seed: a 32-bit Weyl sequence through murmur3's finaliser. */
function randomFrom(seed) {
    let state = seed | 0;
    return () => {
        state = (state + 0x9e3779b9) | 0;
        let mixed = Math.imul(state ^ (state >>> 16), 0x85ebca6b);
        mixed = Math.imul(mixed ^ (mixed >>> 13), 0xc2b2ae35);
        return ((mixed ^ (mixed >>> 16)) >>> 0) / 0x1_0000_0000;
    };
}

;// CONCATENATED MODULE: ./lib/adapters/http/grain.js
/** Requests a second above which arrivals come in groups. */
const denseRate = 1200;
/** Requests that a group has at most, but for rates that have more within a millisecond. */
const most = 16;
/**
 * Milliseconds from one group of arrivals to the next at a rate; 0 where each arrives by itself. Timers count
 * milliseconds, and a machine that wakes for each of thousands of requests spends more on waking than on requests. So
 * dense arrivals are scheduled together, rather than spread on paper and sent late. The rate stays what it is.
 */
function grainMs(rate) {
    if (rate <= denseRate)
        return 0;
    if (rate * 4 <= most * 1000)
        return 4;
    return rate * 2 <= most * 1000 ? 2 : 1;
}
/** The beginning of the grain that a time falls into; both in seconds. */
function grouped(at, grain) {
    // A time that is a grain's beginning but for the last bits of its computation stays there.
    return grain === 0 || at === Number.POSITIVE_INFINITY ? at : Math.floor(at / grain + 1e-9) * grain;
}

;// CONCATENATED MODULE: ./lib/adapters/http/schedule.js

function segmentsOf(profile) {
    switch (profile.shape) {
        case 'constant':
            return [{ from: profile.rate, to: profile.rate, seconds: profile.seconds ?? Number.POSITIVE_INFINITY }];
        case 'ramp':
            return profile.hold
                ? [profile, { from: profile.to, to: profile.to, seconds: Number.POSITIVE_INFINITY }]
                : [profile];
        case 'steps':
            return profile.rates.map((rate) => ({ from: rate, to: rate, seconds: profile.secondsEach }));
        case 'spike': {
            const { base, peak, peakFrom, peakSeconds, seconds } = profile;
            const after = Math.max(0, seconds - peakFrom - peakSeconds);
            return [
                { from: base, to: base, seconds: peakFrom },
                { from: peak, to: peak, seconds: peakSeconds },
                { from: base, to: base, seconds: after },
            ];
        }
    }
}
function arrivalsIn({ from, to, seconds }) {
    if (seconds !== Number.POSITIVE_INFINITY)
        return ((from + to) / 2) * seconds;
    return from > 0 ? Number.POSITIVE_INFINITY : 0;
}
/** Seconds into a segment at which `count` arrivals are due: the root of `from·t + (to−from)/(2·seconds)·t² = count`. */
function secondsUntil({ from, to, seconds }, count) {
    if (count <= 0)
        return 0;
    const slope = seconds === Number.POSITIVE_INFINITY ? 0 : (to - from) / seconds;
    return (2 * count) / (from + Math.sqrt(Math.max(0, from * from + 2 * slope * count)));
}
/** Seconds since the profile began at which the rate has integrated to `count`; Infinity when it never does. */
function arrivalTime(segments, count) {
    let [rest, elapsed] = [count, 0];
    for (const segment of segments) {
        const within = arrivalsIn(segment);
        if (within > 0 && rest < within - 1e-9)
            return elapsed + secondsUntil(segment, rest);
        rest = Math.max(0, rest - within);
        elapsed += segment.seconds;
    }
    return Number.POSITIVE_INFINITY;
}
/** Requests a second at a time into the profile. */
function rateAt(segments, time) {
    let since = time;
    for (const { from, to, seconds } of segments) {
        if (since < seconds)
            return seconds === Number.POSITIVE_INFINITY ? from : from + ((to - from) * since) / seconds;
        since -= seconds;
    }
    return 0;
}
/**
 * When requests are to be sent, fixed beforehand: answers have no say in it.
 * Even arrivals integrate the rate to 0, 1, 2 …; Poisson arrivals to the sums of exponential gaps with mean 1. What is
 * dense comes in groups: see `grainMs`.
 */
function schedule(profile, arrivals, random) {
    const segments = segmentsOf(profile).filter(({ seconds }) => seconds > 0);
    const rate = (seconds) => rateAt(segments, seconds);
    let [due, last] = [arrivals === 'even' ? -1 : 0, 0];
    return {
        next() {
            due += arrivals === 'even' ? 1 : -Math.log(1 - random());
            const at = arrivalTime(segments, due);
            last = Math.max(last, grouped(at, grainMs(rate(at)) / 1000));
            return last;
        },
        rate,
    };
}

;// CONCATENATED MODULE: ./lib/adapters/http/seconds.js

/** Seconds that are kept, ten hours; older ones are dropped so that memory stays bounded. */
const kept = 36_000;
function abortReason(seconds, abort) {
    if (abort === null)
        return null;
    const window = seconds.slice(-abort.windowSeconds);
    const sum = (key) => window.reduce((total, second) => total + second[key], 0);
    const failed = sum('bad') + sum('shed');
    const all = failed + sum('good');
    if (all < abort.minRequests || failed / all <= abort.errorRate)
        return null;
    return `abort: ${Math.round((100 * failed) / all)} % of ${all} requests failed within ${window.length} s`;
}
function secondsOf(abort) {
    const done = [];
    const latency = histogram();
    const count = { scheduled: 0, good: 0, bad: 0, shed: 0 };
    return {
        scheduled: () => void count.scheduled++,
        shed: () => void count.shed++,
        answered(good, latencyMs) {
            if (good)
                count.good++;
            else
                count.bad++;
            latency.record(latencyMs);
        },
        close(at, phase, inFlight) {
            done.push({
                at,
                phase,
                inFlight,
                ...count,
                p50: latency.percentile(50),
                p95: latency.percentile(95),
                p99: latency.percentile(99),
            });
            if (done.length > kept)
                done.shift();
            Object.assign(count, { scheduled: 0, good: 0, bad: 0, shed: 0 });
            latency.reset();
            return abortReason(done, abort);
        },
        list: () => done,
    };
}

;// CONCATENATED MODULE: ./lib/adapters/http/ticker.js

/** Arrivals closer than this leave together, with the next millisecond: waking for each would cost more than they do. */
const denseGapMs = 0.9;
/** Without an alarm: as long before an arrival Node's timer may ring, the rest is spent turning the loop. */
const [sparseGapMs, stretchMs] = [8, 1.5];
/**
 * Timers of Node have steps of a millisecond and are up to two late. Where arrivals are far enough apart an alarm rings
 * instead, to within some tens of microseconds; without one, the last stretch before a rare arrival is spent turning the
 * loop, which takes a fifth of a core at most.
 */
function ticker(work, alarm) {
    let timer = null;
    let immediate = null;
    let last = external_node_perf_hooks_.performance.now();
    let gap = 100;
    const disarm = () => {
        if (timer)
            clearTimeout(timer);
        if (immediate)
            clearImmediate(immediate);
        if (alarm)
            alarm.clear();
        timer = null;
        immediate = null;
    };
    const sleep = (wait) => {
        const ringing = alarm?.ready === true;
        if (gap < (ringing ? denseGapMs : sparseGapMs))
            timer = setTimeout(tick, Math.max(1, wait));
        else if (ringing)
            alarm.set(work.next(), tick);
        else if (wait > stretchMs)
            timer = setTimeout(tick, Math.floor(wait - stretchMs));
        else
            immediate = setImmediate(tick);
    };
    const arm = () => {
        disarm();
        const wait = work.next() - external_node_perf_hooks_.performance.now();
        if (wait !== Number.POSITIVE_INFINITY)
            sleep(wait);
    };
    function tick() {
        // What has rung needs no clearing.
        timer = null;
        immediate = null;
        const now = external_node_perf_hooks_.performance.now();
        if (work.next() <= now) {
            gap = gap * 0.9 + (Math.min(100, now - last) / work.due(now)) * 0.1;
            last = now;
        }
        arm();
    }
    const sweeper = setInterval(() => work.each100ms(external_node_perf_hooks_.performance.now()), 100);
    const seconds = setInterval(() => work.eachSecond(external_node_perf_hooks_.performance.now()), 1000);
    return {
        wake(rate) {
            [gap, last] = [Math.min(100, 1000 / rate), external_node_perf_hooks_.performance.now()];
            arm();
        },
        async until(condition) {
            while (!condition())
                await new Promise((resolve) => setTimeout(resolve, 10));
        },
        stop() {
            disarm();
            clearInterval(sweeper);
            clearInterval(seconds);
        },
    };
}

;// CONCATENATED MODULE: ./lib/adapters/http/engine.js











/** Sends what a plan says when its schedule says, in the thread in which it is made. */
class Engine {
    plan;
    random;
    pool;
    arrivals;
    health;
    seconds;
    ticker;
    nap = new Nap(threadSleep());
    phases = [];
    /** Unanswered, in the order of their intended times; some of them may still wait for a connection. */
    flying = new Set();
    waiting = new Set();
    current = null;
    schedule = null;
    nextAt = Number.POSITIVE_INFINITY;
    reason = null;
    /** `pool` is the caller's to close; without an `alarm` rare arrivals are waited for by turning the loop. */
    constructor(plan, pool, alarm) {
        this.plan = plan;
        this.random = randomFrom(plan.seed);
        this.pool = pool;
        this.arrivals = arrivals(plan, this.random);
        this.health = healthMeter();
        this.seconds = secondsOf(plan.abort);
        this.ticker = ticker(this, alarm);
    }
    phase(name, profile) {
        if (this.reason !== null)
            return;
        const now = external_node_perf_hooks_.performance.now();
        this.due(now);
        const unanswered = this.flying.size;
        this.current?.end(now, unanswered);
        const begun = { inFlight: unanswered - this.waiting.size, unanswered };
        this.current = phaseRecord(name, profile, now, begun);
        this.phases.push(this.current);
        this.schedule = schedule(profile, this.plan.arrivals, this.random);
        this.advance();
        this.ticker.wake(this.schedule.rate(0));
    }
    snapshot() {
        return {
            phase: this.current?.name ?? '',
            durationMs: this.current?.durationMs(external_node_perf_hooks_.performance.now()) ?? 0,
            tally: this.current?.tally() ?? emptyTally,
            ended: this.reason,
        };
    }
    async stop() {
        this.due(external_node_perf_hooks_.performance.now());
        this.halt('stopped');
        await this.ticker.until(() => this.flying.size === 0);
        this.ticker.stop();
        const health = this.health.read();
        this.health.stop();
        const now = external_node_perf_hooks_.performance.now();
        const phases = this.phases.map((phase) => phase.result(now));
        return { phases, seconds: this.seconds.list(), health, ended: this.reason ?? 'stopped' };
    }
    next() {
        return this.nextAt;
    }
    due(now) {
        let count = 0;
        for (; this.nextAt <= now && this.current !== null; count++) {
            this.arrive(this.current, this.nextAt, now);
            this.advance();
        }
        this.nap.after(count);
        return count;
    }
    each100ms(now) {
        for (const exchange of this.flying) {
            if (now - exchange.intended < this.plan.timeoutMs)
                break;
            this.waiting.delete(exchange);
            exchange.timeOut();
        }
        this.pool.sweep(now);
    }
    eachSecond(now) {
        const at = external_node_perf_hooks_.performance.timeOrigin + now;
        const why = this.seconds.close(at, this.current?.name ?? '', this.flying.size);
        if (why !== null)
            this.halt(why);
    }
    again(exchange) {
        const now = external_node_perf_hooks_.performance.now();
        this.release(exchange, now);
        exchange.phase.retried();
        const connection = this.pool.open(now);
        if (connection === null)
            this.waiting.add(exchange);
        else
            this.send(exchange, connection, now);
    }
    ended(exchange, outcome) {
        const end = external_node_perf_hooks_.performance.now();
        this.release(exchange, end);
        this.flying.delete(exchange);
        this.countInFlight(end);
        const good = typeof outcome === 'number' && exchange.step.good(outcome);
        const { intended, bytes } = exchange;
        const sent = exchange.sent || end;
        const pod = this.podOf(exchange);
        exchange.phase.answered({ intended, sent, end, outcome, good, pod, bytes }, this.plan.timeoutMs);
        this.seconds.answered(good, end - intended);
        this.nap.answered(end - sent);
        if (good && exchange.session !== null)
            this.carryOn(exchange, exchange.session);
        if (this.waiting.size > 0)
            this.sendWaiting();
    }
    advance() {
        const start = this.current?.startedAt ?? 0;
        this.nextAt = this.schedule === null ? Number.POSITIVE_INFINITY : start + this.schedule.next() * 1000;
    }
    halt(why) {
        this.reason ??= why;
        this.schedule = null;
        this.advance();
        this.current?.end(external_node_perf_hooks_.performance.now(), this.flying.size);
    }
    arrive(phase, intended, now) {
        phase.scheduled();
        this.seconds.scheduled();
        this.health.sendLag.record(now - intended);
        if (this.flying.size >= this.plan.maxInFlight) {
            phase.shed(this.plan.timeoutMs);
            this.seconds.shed();
            return;
        }
        const { step, session } = this.arrivals.next();
        const exchange = new Exchange(this, phase, intended, step, session);
        this.flying.add(exchange);
        const connection = this.waiting.size === 0 ? this.pool.take(now) : null;
        if (connection === null)
            this.waiting.add(exchange);
        else
            this.send(exchange, connection, external_node_perf_hooks_.performance.now());
    }
    /** Only what was sent is in flight: service time begins there too. */
    countInFlight(now) {
        this.current?.inFlight(this.flying.size - this.waiting.size, now);
    }
    sendWaiting() {
        for (const exchange of this.waiting) {
            const now = external_node_perf_hooks_.performance.now();
            const connection = this.pool.take(now);
            if (connection === null)
                return;
            this.waiting.delete(exchange);
            this.send(exchange, connection, now);
        }
    }
    send(exchange, connection, now) {
        connection.busy++;
        connection.used++;
        if (exchange.sent === 0) {
            exchange.sent = now;
            exchange.phase.sent(exchange.intended, now);
            this.countInFlight(now);
        }
        exchange.begin(connection);
    }
    release(exchange, now) {
        const { connection } = exchange;
        if (connection === null)
            return;
        exchange.connection = null;
        connection.busy--;
        this.pool.give(connection, now);
    }
    podOf({ fields }) {
        const { podHeader } = this.plan;
        return podHeader === null ? null : (fields[podHeader]?.toString() ?? null);
    }
    carryOn({ step, path, fields, body }, session) {
        learn(session, step, path, fields, body);
        this.arrivals.done(session);
    }
}

;// CONCATENATED MODULE: ./lib/adapters/http/plain/fields.js
/** Bytes of a token, which names of methods and fields are (RFC 9110, 5.6.2). */
const isToken = table("!#$%&'*+-.^_`|~0123456789abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ");
/** Bytes of a field's value: visible ones, space, tab and those above ASCII (RFC 9110, 5.5). */
const isValue = Uint8Array.from({ length: 256 }, (_, byte) => Number(byte === 9 || (byte >= 32 && byte !== 127)));
function table(characters) {
    const marks = new Uint8Array(256);
    for (const character of characters)
        marks[character.charCodeAt(0)] = 1;
    return marks;
}
const framing = ['content-length', 'transfer-encoding', 'connection', 'keep-alive'];
/** What an answer's head says about where it ends and what becomes of the connection. */
class Framing {
    /** Bytes of the body; -1 where no Content-Length was given. */
    length = -1;
    chunked = false;
    /** `Connection: close`, or HTTP/1.0 without `keep-alive`. */
    closes = false;
    /** Seconds that the server keeps the idle connection; -1 where it did not say. */
    keepSeconds = -1;
    fields = null;
    reset(version10) {
        this.length = -1;
        this.chunked = false;
        this.closes = version10;
        this.keepSeconds = -1;
        this.fields = null;
    }
    /** False where the value makes the answer's end uncertain, which strict clients do not guess (RFC 9112, 6.3). */
    take(name, value) {
        switch (name) {
            case 'content-length':
                if (this.length >= 0 || !/^\d{1,15}$/.test(value))
                    return false;
                this.length = Number(value);
                return true;
            case 'transfer-encoding':
                if (this.chunked || value.toLowerCase() !== 'chunked')
                    return false;
                this.chunked = true;
                return true;
            case 'connection':
                if (/\bclose\b/i.test(value))
                    this.closes = true;
                else if (/\bkeep-alive\b/i.test(value))
                    this.closes = false;
                return true;
            case 'keep-alive':
                this.keepSeconds = Number(/timeout=(\d{1,9})/i.exec(value)?.[1] ?? -1);
                return true;
            default:
                return true;
        }
    }
    keep(name, value) {
        this.fields ??= {};
        const before = this.fields[name];
        this.fields[name] = before === undefined ? value : [before, value].flat();
    }
}
/** Reads the lines of a head; of the fields it makes strings only where somebody wants them. */
class FieldReader {
    byLength = [];
    constructor(wanted) {
        for (const text of new Set([...framing, ...wanted])) {
            const name = { text, bytes: Buffer.from(text), wanted: wanted.has(text) };
            this.byLength[text.length] = [...(this.byLength[text.length] ?? []), name];
        }
    }
    /** Takes the line `from` to `to`, without its end; false where it is none. */
    read(buffer, from, to, into) {
        let colon = from;
        while (colon < to && isToken[buffer[colon] ?? 0] === 1)
            colon++;
        if (colon === from || colon >= to || buffer[colon] !== 58)
            return false;
        for (let at = colon + 1; at < to; at++)
            if (isValue[buffer[at] ?? 0] !== 1)
                return false;
        const name = this.known(buffer, from, colon);
        if (name === undefined)
            return true;
        const value = buffer.toString('latin1', colon + 1, to).trim();
        if (name.wanted)
            into.keep(name.text, value);
        return into.take(name.text, value);
    }
    known(buffer, from, colon) {
        const names = this.byLength[colon - from];
        if (names === undefined)
            return undefined;
        return names.find(({ bytes }) => sameName(buffer, from, bytes));
    }
}
/** Names differ in case only by bit 32; no other byte of a token is mistaken for a letter or a dash by it. */
function sameName(buffer, from, name) {
    for (let index = 0; index < name.length; index++) {
        const byte = buffer[from + index] ?? 0;
        const wanted = name[index] ?? 0;
        if (byte !== wanted && !(wanted >= 97 && wanted <= 122 && (byte | 32) === wanted))
            return false;
    }
    return true;
}

// EXTERNAL MODULE: external "node:net"
var external_node_net_ = __nccwpck_require__(7030);
;// CONCATENATED MODULE: ./lib/adapters/http/plain/last-head.js
/** Longer heads are not kept: they are seldom the same, and to copy them costs more than to read them. */
const last_head_longest = 1024;
/**
 * The bytes of a connection's last head. A server's next head is mostly the same, but for the second in its date: where
 * it is, nothing has to be read again.
 */
class LastHead {
    bytes = null;
    length = 0;
    /** Keeps the bytes `from` to `end`; nothing where `from` is negative. */
    keep(buffer, from, end) {
        this.length = 0;
        if (from < 0 || end - from > last_head_longest)
            return;
        this.bytes ??= Buffer.allocUnsafeSlow(last_head_longest);
        buffer.copy(this.bytes, 0, from, end);
        this.length = end - from;
    }
    /** How many bytes it is long where the buffer begins with it; else 0. */
    beginning(buffer, available) {
        const { bytes, length } = this;
        if (bytes === null || length === 0 || length > available)
            return 0;
        for (let at = 0; at < length; at++)
            if (buffer[at] !== bytes[at])
                return 0;
        return length;
    }
}

;// CONCATENATED MODULE: ./lib/adapters/http/plain/parser.js


/** Longest head, and longest line of a chunk's size, in bytes: Node's own limit for heads. */
const longestHead = 16_384;
const parser_noFields = {};
const [cr, lf, space] = [13, 10, 32];
/**
 * HTTP/1.1's answers (RFC 9112), one at a time, strictly: bytes that fit no rule are a fault and never guessed at.
 * What is not asked for is not copied. No pipelining: bytes after an answer are a fault too.
 */
class AnswerParser {
    /** Seconds that the server said it keeps the connection; -1 where it did not. */
    keepSeconds = -1;
    sink;
    reader;
    framing = new Framing();
    part = 'nothing';
    status = 0;
    headOnly = false;
    /** Bytes of the head so far, over all its interim answers. */
    headBytes = 0;
    left = 0;
    /** A line's beginning that came with earlier bytes. */
    carried = null;
    broken = false;
    /** Where the head began in the bytes being fed; -1 where it is not all in them, or not one answer's. */
    headFrom = -1;
    last = new LastHead();
    constructor(sink, wanted) {
        this.sink = sink;
        this.reader = new FieldReader(wanted);
    }
    /** A request is sent: an answer is due. */
    expect(method) {
        this.part = 'status';
        this.headOnly = method === 'HEAD';
        this.headBytes = 0;
    }
    /** False where the bytes are no answer. */
    feed(buffer, length) {
        let at = this.part === 'status' && this.headBytes === 0 ? this.headAgain(buffer, length) : 0;
        while (at < length && !this.broken) {
            switch (this.part) {
                case 'body':
                case 'chunk':
                    at = this.count(buffer, at, Math.min(length, at + this.left));
                    break;
                case 'until-close':
                    this.sink.data(buffer, at, length);
                    return true;
                case 'nothing':
                    return false;
                default:
                    at = this.takeLine(buffer, at, length);
            }
        }
        return !this.broken;
    }
    /** The server has ended the connection. False where an answer is missing or cut short. */
    end() {
        if (this.part === 'nothing')
            return true;
        if (this.part !== 'until-close')
            return false;
        this.finish(false);
        return true;
    }
    /** Takes a head that is the last answer's to the byte, and gives where it ends; 0 where it is another. */
    headAgain(buffer, length) {
        const bytes = this.last.beginning(buffer, length);
        this.headFrom = bytes === 0 ? 0 : -1;
        if (bytes > 0)
            this.bodyComes();
        return bytes;
    }
    count(buffer, from, to) {
        this.left -= to - from;
        this.sink.data(buffer, from, to);
        if (this.left === 0) {
            if (this.part === 'chunk')
                this.part = 'chunk-end';
            else
                this.finish(!this.framing.closes);
        }
        return to;
    }
    /** Takes the line that begins at `from`, or keeps what there is of it. Gives where the next one begins. */
    takeLine(buffer, from, length) {
        let end = from;
        while (end < length && buffer[end] !== lf)
            end++;
        this.headBytes += end - from + 1;
        if (this.headBytes > longestHead)
            return this.fault(length);
        if (end === length) {
            this.headBytes--;
            this.headFrom = -1;
            this.carry(buffer, from, end);
            return length;
        }
        if (this.carried === null)
            this.line(buffer, from, end);
        else {
            this.carry(buffer, from, end);
            const whole = this.carried;
            this.carried = null;
            this.line(whole, 0, whole.length);
        }
        return end + 1;
    }
    carry(buffer, from, to) {
        const part = Buffer.from(buffer.subarray(from, to));
        this.carried = this.carried === null ? part : Buffer.concat([this.carried, part]);
    }
    /** A line from `from` to its line feed at `end`. */
    line(buffer, from, end) {
        const to = end - 1;
        if (to < from || buffer[to] !== cr) {
            this.fault(end);
            return;
        }
        if (!this.lineOf(buffer, from, to))
            this.fault(end);
    }
    lineOf(buffer, from, to) {
        switch (this.part) {
            case 'status':
                return this.statusLine(buffer, from, to);
            case 'field':
                return from === to ? this.headEnds(buffer, to + 2) : this.reader.read(buffer, from, to, this.framing);
            case 'chunk-size':
                return this.chunkSize(buffer.toString('latin1', from, to));
            case 'chunk-end':
                this.part = 'chunk-size';
                return from === to;
            case 'trailer':
                if (from < to)
                    return this.reader.read(buffer, from, to, new Framing());
                this.finish(!this.framing.closes);
                return true;
            default:
                return false;
        }
    }
    /** `HTTP/1.1 200 OK`; the reason may be empty, and its space with it. */
    statusLine(buffer, from, to) {
        const text = buffer.toString('latin1', from, Math.min(to, from + 12));
        const match = /^HTTP\/1\.([01]) ([1-9]\d\d)$/.exec(text);
        if (match === null || (to > from + 12 && buffer[from + 12] !== space))
            return false;
        for (let at = from + 12; at < to; at++)
            if (isValue[buffer[at] ?? 0] !== 1)
                return false;
        this.status = Number(match[2]);
        this.framing.reset(match[1] === '0');
        this.part = 'field';
        return this.status !== 101;
    }
    headEnds(buffer, end) {
        const { framing, status } = this;
        if (framing.chunked && framing.length >= 0)
            return false;
        if (status < 200) {
            this.part = 'status';
            this.headFrom = -1;
            return true;
        }
        this.last.keep(buffer, this.headFrom, end);
        this.bodyComes();
        return true;
    }
    bodyComes() {
        const { framing, status, headOnly } = this;
        this.keepSeconds = framing.keepSeconds;
        this.sink.answer(status, framing.fields ?? parser_noFields);
        this.left = framing.length;
        if (headOnly || status === 204 || status === 304 || framing.length === 0)
            this.finish(!framing.closes);
        else if (framing.chunked)
            this.chunksBegin();
        else
            this.part = framing.length > 0 ? 'body' : 'until-close';
    }
    chunksBegin() {
        this.part = 'chunk-size';
        this.headBytes = 0;
    }
    /** Hexadecimal, then extensions that nobody asked for. */
    chunkSize(text) {
        const digits = /^([\da-fA-F]{1,12})[\t ]*(?:;[\t\x20-\x7e\x80-\xff]*)?$/.exec(text)?.[1];
        if (digits === undefined)
            return false;
        this.left = Number.parseInt(digits, 16);
        this.part = this.left === 0 ? 'trailer' : 'chunk';
        this.headBytes = 0;
        return true;
    }
    finish(reusable) {
        this.part = 'nothing';
        this.sink.complete(reusable);
    }
    fault(at) {
        this.broken = true;
        return at;
    }
}

;// CONCATENATED MODULE: ./lib/adapters/http/plain/plain-lane.js



/** All connections of a thread read into the same bytes: each read is taken apart before the next one. */
const received = Buffer.allocUnsafeSlow(65_536);
/** Milliseconds before the server's own time-out at which an idle connection is given up, so that no request meets it. */
const spareMs = 1000;
/** One connection of HTTP/1.1 without TLS, over a socket: one request at a time, and nothing between them. */
class PlainLane {
    socket;
    parser;
    receiver = null;
    gone = false;
    closing = false;
    finished = false;
    reusable = true;
    idleUntil = Number.POSITIVE_INFINITY;
    constructor({ host, port }, wanted) {
        this.parser = new AnswerParser(this, wanted);
        const onread = { buffer: received, callback: (length) => this.read(length) };
        this.socket = (0,external_node_net_.connect)({ host, port, noDelay: true, onread });
        this.socket.on('error', (error) => this.fail(error.code ?? error.name));
        this.socket.on('end', () => this.ended());
        this.socket.on('close', () => this.fail('closed'));
    }
    spent(now) {
        return this.gone || now > this.idleUntil;
    }
    send(request, receiver) {
        const bytes = request.bytes();
        if (bytes === null) {
            queueMicrotask(() => receiver.fail('invalid-request'));
            return this;
        }
        this.receiver = receiver;
        this.idleUntil = Number.POSITIVE_INFINITY;
        this.parser.expect(request.method);
        this.socket.write(bytes);
        return this;
    }
    cancel() {
        this.receiver = null;
        this.drop();
    }
    close() {
        this.closing = true;
        if (this.receiver === null)
            this.drop();
    }
    answer(status, fields) {
        this.receiver?.answer(status, fields);
    }
    data(buffer, from, to) {
        this.receiver?.data(buffer, from, to);
    }
    complete(reusable) {
        this.finished = true;
        this.reusable = reusable;
    }
    read(length) {
        if (this.gone)
            return false;
        const sound = this.parser.feed(received, length);
        if (this.finished)
            this.finish(sound);
        else if (!sound)
            this.fail('protocol');
        return !this.gone;
    }
    /** Only when all that was read is taken apart: what follows an answer belongs to no later request. */
    finish(sound) {
        const { receiver, socket } = this;
        this.receiver = null;
        this.finished = false;
        if (!sound || !this.reusable || this.closing || socket.writableLength > 0)
            this.drop();
        const { keepSeconds } = this.parser;
        if (keepSeconds >= 0)
            this.idleUntil = external_node_perf_hooks_.performance.now() + keepSeconds * 1000 - spareMs;
        receiver?.complete();
    }
    ended() {
        if (!this.gone && this.parser.end() && this.finished)
            this.finish(false);
        else
            this.fail('closed');
    }
    fail(fault) {
        const { receiver } = this;
        this.receiver = null;
        this.drop();
        receiver?.fail(fault);
    }
    drop() {
        if (this.gone)
            return;
        this.gone = true;
        this.socket.destroy();
    }
}

;// CONCATENATED MODULE: ./lib/adapters/http/lanes.js


const methods = new Set(['GET', 'HEAD', 'POST', 'PUT', 'PATCH', 'DELETE', 'OPTIONS']);
/** Fields that change how a connection is used or a message ends; undici refuses some of them, and keeps to the others. */
const reserved = new Set([
    'connection',
    'content-length',
    'expect',
    'keep-alive',
    'proxy-connection',
    'te',
    'trailer',
    'transfer-encoding',
    'upgrade',
]);
function ordinary({ method, headers }) {
    const names = Object.keys(headers).map((name) => name.toLowerCase());
    return (methods.has(method) &&
        names.every((name) => name !== '' && !reserved.has(name) && [...Buffer.from(name)].every((byte) => isToken[byte])));
}
/** What our own client does: HTTP/1.1 without TLS, and requests that say nothing about the connection. */
function isPlain({ origin, protocol, scenarios }) {
    return (protocol === 'http/1.1' && origin.startsWith('http:') && scenarios.every(({ requests }) => requests.every(ordinary)));
}
/** Fields of answers that somebody reads, in lower case. */
function wantedFields({ podHeader, scenarios }) {
    const extracted = scenarios.flatMap(({ requests }) => requests.flatMap(({ extract }) => extract));
    const names = extracted.flatMap((rule) => (rule.from === 'header' ? [rule.name] : []));
    const cookies = scenarios.some((scenario) => scenario.cookies) ? ['set-cookie'] : [];
    return new Set([...names, ...cookies, ...(podHeader === null ? [] : [podHeader])].map((name) => name.toLowerCase()));
}
/** How connections to the plan's origin are opened. undici is loaded for the plans that need it. */
async function laneOpener(plan) {
    if (!isPlain(plan)) {
        const { UndiciLane } = await Promise.all(/* import() */[__nccwpck_require__.e(752), __nccwpck_require__.e(768)]).then(__nccwpck_require__.bind(__nccwpck_require__, 8768));
        return () => new UndiciLane(plan);
    }
    const { hostname, port } = new URL(plan.origin);
    const address = { host: hostname.replace(/^\[|\]$/g, ''), port: Number(port || 80) };
    const wanted = wantedFields(plan);
    return () => new PlainLane(address, wanted);
}

// EXTERNAL MODULE: external "node:events"
var external_node_events_ = __nccwpck_require__(8474);
;// CONCATENATED MODULE: ./lib/adapters/http/rehearsal.js






const rehearsed = { rate: 1000, seconds: 0.15 };
const answer = Buffer.from('HTTP/1.1 200 OK\r\ncontent-type: text/plain\r\ncontent-length: 2\r\n\r\nok');
/**
 * Sends some hundred requests to a server of its own, so that the code is compiled and the first requests that count are
 * as quick as the later ones. A machine that lets nobody listen has no rehearsal, which costs accuracy at the start alone.
 */
async function rehearse(plan) {
    const server = (0,external_node_net_.createServer)((socket) => socket.on('data', () => socket.write(answer)).on('error', () => undefined));
    try {
        await (0,external_node_events_.once)(server.listen(0, '127.0.0.1'), 'listening');
    }
    catch {
        return;
    }
    const address = server.address();
    const port = typeof address === 'object' && address !== null ? address.port : 0;
    const request = { method: 'GET', path: '/', headers: {}, body: null, extract: [], expectStatus: null };
    const play = {
        ...plan,
        origin: `http://127.0.0.1:${port}`,
        protocol: 'http/1.1',
        host: null,
        abort: null,
        scenarios: [{ name: 'rehearsal', weight: 1, requests: [request], cookies: false, data: [] }],
        timeoutMs: 1000,
    };
    const pool = connections(play, randomFrom(1), await laneOpener(play));
    const engine = new Engine(play, pool, null);
    engine.phase('rehearsal', { shape: 'constant', ...rehearsed });
    await new Promise((resolve) => setTimeout(resolve, 1000 * rehearsed.seconds));
    // What happens once a second would be compiled within the first second that counts.
    for (let second = 0; second < 3; second++)
        engine.eachSecond(performance.now());
    await engine.stop();
    pool.close();
    server.close();
}

;// CONCATENATED MODULE: ./lib/adapters/http/sweep.js
/** Bytes that fill V8's young generation, as it begins, some times over. */
const enough = 4 << 20;
const pieceBytes = 8192;
/**
 * Lets V8 sweep its young generation now, by filling it with what nobody keeps: what the start has made moves out of it.
 * Else the first sweep falls into the measurement and takes 1 to 2 ms, all of it in the longest latencies; one that finds
 * nothing to move takes a tenth. Node has no call for it without a flag of the whole process.
 */
function sweepYoung() {
    let last = [];
    for (let filled = 0; filled < enough; filled += pieceBytes)
        last = new Array(pieceBytes / 8).fill(filled);
    return last.length;
}

;// CONCATENATED MODULE: ./lib/adapters/http/warm-up.js

/** Requests, and how many a second: as many connections are opened as a service of a sixth of a second needs. */
const [requests, rate] = [32, 200];
/** Milliseconds after which the measured load no longer waits for answers to these. */
const patienceMs = 2000;
/** A request that may be sent without being asked for: it reads, and means the same each time. */
function harmless({ method, path, headers, body }) {
    const varies = [path, ...Object.values(headers)].some((text) => text.includes('{{'));
    return (method === 'GET' || method === 'HEAD') && body === null && !varies;
}
function harmlessPart(scenario) {
    const reads = scenario.requests.filter(harmless).slice(0, 1);
    return reads.map((request) => ({ ...scenario, cookies: false, data: [], requests: [{ ...request, extract: [] }] }));
}
/**
 * Sends some of the plan's reads and forgets the answers: connections are open, and neither the target's nor our first
 * steps are taken for its latency. A plan without plain reads, or with `warmUp: false`, has none.
 */
async function warmUp(plan, pool) {
    const scenarios = plan.scenarios.flatMap(harmlessPart);
    if (plan.warmUp === false || scenarios.length === 0)
        return;
    const timeoutMs = Math.min(plan.timeoutMs, patienceMs);
    const engine = new Engine({ ...plan, scenarios, timeoutMs, abort: null }, pool, null);
    engine.phase('warm-up', { shape: 'constant', rate, seconds: requests / rate });
    await new Promise((resolve) => setTimeout(resolve, (1000 * requests) / rate));
    await engine.stop();
}

;// CONCATENATED MODULE: ./lib/adapters/http/worker.js










async function stand(plan) {
    const alarm = threadAlarm();
    await rehearse(plan);
    const pool = connections(plan, randomFrom(plan.seed), await laneOpener(plan));
    await warmUp(plan, pool);
    sweepYoung();
    return { engine: new Engine(plan, pool, alarm), pool, alarm };
}
async function stop({ engine, pool, alarm }) {
    const result = await engine.stop();
    pool.close();
    alarm.stop();
    return result;
}
function slowest(profile) {
    switch (profile.shape) {
        case 'constant':
            return profile.rate;
        case 'ramp':
            return Math.min(profile.from, profile.to);
        case 'steps':
            return Math.min(...profile.rates);
        case 'spike':
            return profile.base;
    }
}
async function begin({ engine, alarm }, name, profile) {
    // Groups of dense arrivals do not wait for an alarm.
    if (slowest(profile) <= denseRate)
        await alarm.start();
    engine.phase(name, profile);
}
function worker_answer(stand, question) {
    switch (question.ask) {
        case 'phase':
            return begin(stand, question.name, question.profile);
        case 'snapshot':
            return stand.engine.snapshot();
        case 'stop':
            return stop(stand);
    }
}
/** Entry of the worker thread: an engine that does what it is asked through messages. */
function serve() {
    const port = external_node_worker_threads_.parentPort;
    if (port === null)
        return;
    const ready = stand(external_node_worker_threads_.workerData);
    port.on('message', (question) => {
        const { id } = question;
        ready
            .then((made) => worker_answer(made, question))
            .then((value) => port.postMessage({ id, value }), (error) => port.postMessage({ id, error: String(error) }));
    });
}

;// CONCATENATED MODULE: ./lib/adapters/http/thread.js
/** The worker thread's first file; a bundle of its own (`dist/load-worker/index.js`). */


/**
 * The service under test often shares this machine, and takes all of it when it is loaded. On Linux the priority is the
 * calling thread's alone; without the right to raise it, the send lag tells whether it was needed.
 */
function goFirst() {
    try {
        (0,external_node_os_namespaceObject.setPriority)(0, -10);
    }
    catch {
        return;
    }
}
goFirst();
serve();

