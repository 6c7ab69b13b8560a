"use strict";
exports.id = 658;
exports.ids = [658,689,822,523];
exports.modules = {

/***/ 880:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   L: () => (/* binding */ processPulse)
/* harmony export */ });
/* harmony import */ var node_perf_hooks__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(643);

const BEAT_MS = 50;
/** Later than this, it had to wait for a processor; less is what any timer and a busy turn of our own do. */
const LATE_MS = 20;
const KEPT = 20_000;
/** Listens to this process' own timer from now on. Keeps no process alive. */
function processPulse(who, now = () => node_perf_hooks__WEBPACK_IMPORTED_MODULE_0__.performance.now()) {
    const late = [];
    let last = now();
    const beat = () => {
        const end = now();
        const ms = end - last - BEAT_MS;
        last = end;
        if (ms < LATE_MS)
            return;
        late.push({ end, ms });
        if (late.length > KEPT)
            late.shift();
    };
    setInterval(beat, BEAT_MS).unref();
    return {
        who,
        async stoodStill(lastMs) {
            // After a standstill, what asks may run before the timer does.
            beat();
            const own = late.filter(({ end }) => end >= now() - lastMs).map(({ ms }) => ms);
            return {
                totalMs: Math.round(own.reduce((sum, ms) => sum + ms, 0)),
                longestMs: Math.round(Math.max(0, ...own)),
            };
        },
    };
}


/***/ }),

/***/ 5658:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

// ESM COMPAT FLAG
__webpack_require__.r(__webpack_exports__);

// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  gateCommand: () => (/* binding */ gateCommand)
});

// EXTERNAL MODULE: external "node:path"
var external_node_path_ = __webpack_require__(6760);
// EXTERNAL MODULE: ./node_modules/@actions/exec/lib/exec.js + 3 modules
var exec = __webpack_require__(1260);
;// CONCATENATED MODULE: ./lib/adapters/github/checkout.js

/** What keeps git from changing anything: no refresh of the index, no file system monitor of the checkout's own config. */
const careful = ['-c', 'core.fsmonitor=false', '--no-optional-locks'];
/**
 * Commit of the checkout that holds a folder, with `-dirty` where tracked files differ from it; `unknown` outside a
 * repository, without git, and where git refuses (a checkout of another user). Untracked files do not count: manifests
 * among them are in the manifests' own digest.
 */
async function checkoutCommit(folder) {
    const head = await git(folder, ['rev-parse', '--verify', 'HEAD^{commit}']);
    if (head === undefined || !/^[0-9a-f]{40,64}$/.test(head))
        return 'unknown';
    const changes = await git(folder, ['status', '--porcelain', '--untracked-files=no']);
    return changes === '' ? head : `${head}-dirty`;
}
async function git(folder, args) {
    try {
        const options = { silent: true, ignoreReturnCode: true };
        const { exitCode, stdout } = await (0,exec/* getExecOutput */.H)('git', [...careful, '-C', folder, ...args], options);
        return exitCode === 0 ? stdout.trim() : undefined;
    }
    catch {
        // No git on the PATH.
        return undefined;
    }
}

// EXTERNAL MODULE: ./lib/domain/stage.js
var domain_stage = __webpack_require__(5234);
// EXTERNAL MODULE: ./lib/domain/verdict.js
var domain_verdict = __webpack_require__(5141);
// EXTERNAL MODULE: external "node:util"
var external_node_util_ = __webpack_require__(7975);
// EXTERNAL MODULE: ./lib/domain/foreign-text.js
var foreign_text = __webpack_require__(8702);
// EXTERNAL MODULE: ./lib/reports/outline.js
var outline = __webpack_require__(8317);
;// CONCATENATED MODULE: ./lib/reports/text.js



const colours = { promote: 'green', pass: 'green', reject: 'red', fail: 'red', inconclusive: 'yellow' };
/** The block that ends a run on a terminal: the decision, the six requirements, the stages, what to do. */
function renderText(report, { colour, width }) {
    const paint = (word, text) => (colour ? (0,external_node_util_.styleText)(colours[word], text, { validateStream: false }) : text);
    const line = '\u2500'.repeat(Math.min(Math.max(width, 40), 100));
    const { decision, service, reason, durationMs } = report;
    const head = `${paint(decision, `${outline/* signs */.rf[decision]} ${decision}`)}  ${printable(service)}  in ${(0,outline/* spoken */.vg)(durationMs)}`;
    const blocks = [
        requirementLines(report, paint),
        stageLines(report, paint),
        failureLines(report, paint),
        predictionLines(report),
        noteLines(report),
    ];
    return [line, head, `  ${printable(reason)}`, line, ...blocks.flatMap((block) => [...block, ''])]
        .join('\n')
        .trimEnd();
}
function requirementLines(report, paint) {
    return (0,outline/* outlineOf */.W4)(report).map(({ title, verdict, findings }) => `${paint(verdict, outline/* signs */.rf[verdict])} ${title.padEnd(62)} ${(0,outline/* passedOf */.IR)(findings)}`);
}
function stageLines({ stages, skipped, durationMs }, paint) {
    const ran = stages.map(({ stage, verdict, durationMs: ms, evidence, error }) => {
        const bar = '\u2587'.repeat(Math.round((20 * ms) / Math.max(durationMs, 1)));
        const why = error === undefined ? (0,outline/* passedOf */.IR)(evidence) : error.code;
        const columns = [stage.padEnd(10), (0,outline/* spoken */.vg)(ms).padStart(12), ` ${why.padEnd(20)}`, bar].join(' ').trimEnd();
        return `${paint(verdict, outline/* signs */.rf[verdict])} ${columns}`;
    });
    return [...ran, ...skipped.map(({ stage, reason }) => `- ${stage.padEnd(10)} not reached: ${printable(reason)}`)];
}
function failureLines(report, paint) {
    const errors = report.stages.flatMap(({ stage, error }) => error === undefined
        ? []
        : [
            `${paint('inconclusive', outline/* signs */.rf.inconclusive)} ${stage}: ${printable(error.message)}`,
            ...Object.entries(error.facts).map(([name, fact]) => `    ${printable(name).padEnd(13)} ${printable(fact)}`),
            `    what to do    ${printable(error.hint)}`,
        ]);
    const failures = (0,outline/* findingsOf */.WX)(report).filter(({ verdict }) => verdict !== 'pass');
    const lines = failures
        .slice(0, 20)
        .flatMap(({ stage, verdict, claim, object, observed, source, remedy }) => [
        `${paint(verdict, outline/* signs */.rf[verdict])} ${stage}: ${printable(claim)}${object === undefined ? '' : ` (${printable(object)})`}`,
        `    observed      ${printable(observed)}`,
        `    seen in       ${printable(source)}`,
        ...(remedy === undefined ? [] : [`    what to do    ${printable(remedy)}`]),
    ]);
    return [...errors, ...lines, ...(failures.length > 20 ? [`\u2026 and ${failures.length - 20} more in the report`] : [])];
}
function predictionLines(report) {
    const predictions = (0,outline/* loadDataOf */.oP)(report)?.predictions ?? [];
    if (predictions.length === 0)
        return [];
    const lines = predictions.flatMap(({ what, expected, observed, production }) => [
        `    ${printable(what).padEnd(22)} ${printable(observed).padEnd(10)} expected ${printable(expected)}`,
        ...(production === undefined ? [] : [`${' '.repeat(38)}on production clocks ${printable(production)}`]),
    ]);
    return ['observed, beside what the simulator expects of the measured load', ...lines];
}
function noteLines(report) {
    const kinds = ['modified-for-ci', 'cannot-prove', 'measured', 'advice'];
    return kinds.flatMap((kind) => (0,outline/* notesOf */.h$)(report, kind).map((text) => `${kind}: ${printable(text)}`));
}
/** One line, and nothing that a terminal or a workflow runner would obey: the block is also printed in a `run:` step. */
function printable(text) {
    return (0,foreign_text/* sanitisePhrase */.A_)(text, 4_096);
}

// EXTERNAL MODULE: ./lib/teardown.js + 1 modules
var teardown = __webpack_require__(3545);
// EXTERNAL MODULE: external "node:fs"
var external_node_fs_ = __webpack_require__(3024);
// EXTERNAL MODULE: external "node:url"
var external_node_url_ = __webpack_require__(3136);
;// CONCATENATED MODULE: ./lib/entry/bundles.js



/** File of another bundle: beside this one in dist/, or in dist/ when this is the library. Joined by hand, because a bundler takes `new URL(\u2026, import.meta.url)` for an asset. */
function bundleFile(name) {
    const here = external_node_path_.dirname((0,external_node_url_.fileURLToPath)(require("url").pathToFileURL(__filename).href));
    const [beside, built] = [
        external_node_path_.join(here, '..', name, 'index.js'),
        external_node_path_.join(here, '..', '..', 'dist', name, 'index.js'),
    ];
    return (0,external_node_url_.pathToFileURL)((0,external_node_fs_.existsSync)(beside) ? beside : built);
}

// EXTERNAL MODULE: ./lib/domain/error.js
var domain_error = __webpack_require__(9342);
;// CONCATENATED MODULE: ./lib/entry/cancellation.js

/** Signals that ask a run to end, and what a shell makes of a process that each of them ended. A closed terminal sends SIGHUP. */
const exitCodeOf = { SIGINT: 130, SIGTERM: 143, SIGHUP: 129 };
const asking = ['SIGINT', 'SIGTERM', 'SIGHUP'];
/**
 * A signal that is aborted by SIGINT, SIGTERM and SIGHUP. The second one ends the process at once: what is left then is in
 * the journal, for `scale-gate cleanup`.
 */
function cancellation(onSecond) {
    const controller = new AbortController();
    const stop = (name) => {
        if (controller.signal.aborted) {
            onSecond();
            process.exit(exitCodeOf[name] ?? 143);
        }
        controller.abort(new domain_error/* GateError */.ue('CANCELLED', `cancelled by ${name}`, { hint: 'Run the gate again; nothing was concluded.' }));
    };
    for (const name of asking)
        process.on(name, stop);
    return {
        signal: controller.signal,
        dispose: () => {
            for (const name of asking)
                process.off(name, stop);
        },
    };
}

// EXTERNAL MODULE: ./lib/entry/cleaning.js + 4 modules
var cleaning = __webpack_require__(8915);
// EXTERNAL MODULE: ./lib/entry/config-file.js
var config_file = __webpack_require__(5827);
// EXTERNAL MODULE: ./lib/adapters/node/clock.js
var clock = __webpack_require__(4643);
// EXTERNAL MODULE: ./lib/domain/report.js
var domain_report = __webpack_require__(9012);
;// CONCATENATED MODULE: ./lib/domain/earlier.js




/**
 * A report made harmless: its texts are sanitised, and its verdicts are drawn again from its evidence, because what a file
 * says of itself is a claim. A stage with an inability, or without evidence, is never a pass.
 */
function mistrusted(report) {
    const clean = sanitiseDeep(report);
    const stages = clean.stages.map((stage) => ({ ...stage, verdict: drawnAgain(stage) }));
    const required = [...stages.map(({ stage }) => stage), ...clean.skipped.map(({ stage }) => stage)];
    const decision = (0,domain_report/* decide */.L)(stages, required);
    const reason = decision === clean.decision ? clean.reason : `the report says ${clean.decision}, and its evidence does not`;
    return { ...clean, stages, decision, reason };
}
function drawnAgain({ evidence, error, verdict }) {
    const drawn = (0,domain_stage/* verdictOf */.V)(evidence);
    return (0,domain_verdict/* worst */.QZ)([drawn, ...(error === undefined ? [] : ['inconclusive']), verdict]);
}
/** Every string of plain data, keys included, without what a log or a terminal would obey. */
function sanitiseDeep(value) {
    if (typeof value === 'string')
        return (0,foreign_text/* sanitise */.tB)(value);
    if (Array.isArray(value))
        return value.map(sanitiseDeep);
    if (typeof value !== 'object' || value === null)
        return value;
    return Object.fromEntries(Object.entries(value).map(([key, each]) => [(0,foreign_text/* sanitise */.tB)(key), sanitiseDeep(each)]));
}
/** One report a stage, the worst where several jobs ran the same stage, in the order of the pipeline. */
function worstOfEach(stages) {
    return domain_stage/* stageNames */.h.flatMap((name) => {
        const [first, ...others] = stages.filter(({ stage }) => stage === name);
        if (first === undefined)
            return [];
        return [others.reduce((a, b) => ((0,domain_verdict/* worst */.QZ)([a.verdict, b.verdict]) === a.verdict ? a : b), first)];
    });
}

// EXTERNAL MODULE: ./lib/domain/reason.js
var reason = __webpack_require__(2390);
;// CONCATENATED MODULE: ./lib/domain/redaction.js
/** The same value with every string in it, keys included, redacted. For plain data: what has a prototype of its own stays. */
function redactDeep(value, redactor) {
    return redactValue(value, redactor);
}
/** The report as it may leave the process: every renderer, artifact and comment is made from this one. */
function redactReport(report, redactor) {
    return redactDeep(report, redactor);
}
function redactValue(value, redactor) {
    if (typeof value === 'string')
        return redactor.redact(value);
    if (Array.isArray(value))
        return value.map((each) => redactValue(each, redactor));
    if (typeof value !== 'object' || value === null || !isPlain(value))
        return value;
    return Object.fromEntries(Object.entries(value).map(([key, each]) => [redactor.redact(key), redactValue(each, redactor)]));
}
function isPlain(value) {
    const prototype = Object.getPrototypeOf(value);
    return prototype === Object.prototype || prototype === null;
}

;// CONCATENATED MODULE: ./lib/pipeline.js


function prepare(stage, spec, data) {
    return { name: stage.name, run: (context) => stage.run(spec, context), ...(data === undefined ? {} : { data }) };
}
/**
 * The story: lint \u2192 provision \u2192 (deploy beside redis, as soon as the cluster is usable) \u2192 load \u2192 promote.
 *
 * What cannot follow is skipped, with the reason; a bad stage ends the run, because what comes after it would be
 * about something else. `promote` looks whenever there are manifests that it could be about, and cannot pass over what
 * is missing. Whatever GateError a stage meets, cancellation included, is its report; invalid input and bugs reject, and
 * only when nothing is at work any more.
 */
async function runPipeline(parts, context, clock, watcher) {
    const bug = new AbortController();
    const guarded = { ...context, signal: AbortSignal.any([context.signal, bug.signal]) };
    const book = new Book(clock, watcher, guarded, (reason) => bug.abort(reason));
    const lint = await book.run('lint', () => parts.lint());
    if (lint === undefined)
        return book.close(parts, 'lint did not pass');
    const grown = await grow(parts, lint, book, guarded);
    const { load, promote } = parts;
    if (load !== undefined && grown?.proven === true && grown.release !== undefined) {
        const { cluster, release } = grown;
        await book.run('load', () => load(lint, cluster, release));
    }
    const failed = book.firstBad();
    if (promote !== undefined)
        await book.run('promote', () => promote(book.stages, lint, grown?.release));
    return book.close(parts, failed === undefined ? 'it was not reached' : `${failed} did not pass`);
}
/** The cluster, and on it, side by side, the service and its Redis. */
async function grow(parts, lint, book, context) {
    const { provision: provide, deploy, redis: form } = parts;
    if (provide === undefined)
        return undefined;
    const usable = Promise.withResolvers();
    const provision = book.run('provision', () => provide(lint, usable.resolve)).finally(() => usable.resolve(undefined));
    const cluster = await usable.promise;
    if (cluster === undefined) {
        await provision;
        return undefined;
    }
    const ready = once(() => parts.prepare(cluster, context));
    const [proven, release, redis] = await allEnded([
        provision,
        deploy === undefined ? undefined : book.run('deploy', () => after(ready, deploy(lint, cluster))),
        form === undefined ? undefined : book.run('redis', () => after(ready, form(cluster))),
    ]);
    const redisHolds = form === undefined || redis !== undefined;
    return { cluster, release, proven: proven !== undefined && release !== undefined && redisHolds };
}
/** Like `Promise.all`, but nothing is still at work when it rejects: what is deleted then is not made again. */
async function allEnded(promises) {
    await Promise.allSettled(promises);
    return Promise.all(promises);
}
/** What two stages need is made by the first that asks; both learn how it ended. */
function once(make) {
    let made;
    return () => {
        made ??= make();
        return made;
    };
}
function after(ready, { name, run, data }) {
    return {
        name,
        run: async (context) => {
            await ready();
            context.signal.throwIfAborted();
            return run(context);
        },
        ...(data === undefined ? {} : { data }),
    };
}
/** Keeps what every stage reported. Whatever happens becomes a report; only a bug of ours escapes as an exception. */
class Book {
    stages = [];
    #clock;
    #watcher;
    #context;
    #abort;
    constructor(clock, watcher, context, abort) {
        this.#abort = abort;
        this.#clock = clock;
        this.#watcher = watcher;
        this.#context = context;
    }
    /** The stage's output where it passed, undefined where it did not. */
    async run(stage, prepared) {
        const [startedAt, begun] = [new Date(this.#clock.now()).toISOString(), this.#clock.monotonic()];
        this.#watcher.begin(stage);
        const stamp = () => ({ stage, startedAt, durationMs: Math.round(this.#clock.monotonic() - begun) });
        try {
            this.#context.signal.throwIfAborted();
            const { run, data: show } = prepared();
            const { evidence, notes = [], output } = await run(this.#context);
            const [verdict, data] = [(0,domain_stage/* verdictOf */.V)(evidence), show?.(output)];
            this.#keep({ ...stamp(), verdict, evidence, notes, ...(data === undefined ? {} : { data }) });
            return verdict === 'pass' ? output : undefined;
        }
        catch (thrown) {
            const error = this.#inability(thrown, stage);
            this.#keep({ ...stamp(), verdict: 'inconclusive', evidence: [], notes: [], error });
            return undefined;
        }
    }
    /** What kept a stage from its work, as data. Throws again what is no inability: invalid input, and our own bugs. */
    #inability(thrown, stage) {
        const { signal } = this.#context;
        const isCancel = signal.aborted && thrown === signal.reason;
        const error = isCancel && !(thrown instanceof domain_error/* GateError */.ue) ? (0,domain_error/* cancelled */.KW)(`${stage} was under way`) : thrown;
        if (!(error instanceof domain_error/* GateError */.ue) || error.code === 'INPUT_INVALID') {
            this.#abort(error);
            throw error;
        }
        const { code, message, hint, facts } = error;
        return { code, message, hint, facts };
    }
    firstBad() {
        return this.stages.find(({ verdict }) => verdict !== 'pass')?.stage;
    }
    close(parts, reason) {
        const on = ['provision', 'deploy', 'redis', 'load', 'promote'].filter((stage) => parts[stage] !== undefined);
        const missed = on.filter((name) => !this.stages.some(({ stage }) => stage === name));
        return { stages: this.stages, skipped: missed.map((stage) => ({ stage, reason })) };
    }
    #keep(report) {
        this.stages.push(report);
        this.#watcher.end(report);
    }
}

// EXTERNAL MODULE: external "node:fs/promises"
var promises_ = __webpack_require__(1455);
;// CONCATENATED MODULE: ./lib/domain/diagnostics-bundle.js

const bundleCaps = { file: 256 * 1024, total: 8 * 1024 * 1024, files: 400 };
/**
 * What may leave as an artifact: every text redacted and sanitised, every name a plain relative path, everything capped.
 * Of a long text the first and the last part stay, because causes stand at the start of a log and reasons at its end.
 * `index.txt` says what is there, what was cut and what could not be had.
 */
function diagnosticsBundle(sources, redactor, caps = bundleCaps) {
    const files = [];
    const index = [];
    let total = 0;
    for (const { name, content } of sources) {
        const file = uniqueName(plainName(redactor.redact(name)), files);
        if ('missing' in content) {
            index.push(`${file}: not there: ${clean(content.missing, redactor, 500)}`);
            continue;
        }
        const text = clean(content.text, redactor, caps.file);
        if (files.length >= caps.files || total + text.length > caps.total) {
            index.push(`${file}: left out, the bundle is full`);
            continue;
        }
        total += text.length;
        files.push({ name: file, text });
        index.push(`${file}: ${text.length} characters${content.text.length > caps.file ? `, cut from ${content.text.length}` : ''}`);
    }
    return [{ name: 'index.txt', text: `${index.join('\n')}\n` }, ...files];
}
function clean(text, redactor, cap) {
    const safe = redactor.redact((0,foreign_text/* sanitise */.tB)(redactor.redact(text), { line: 8_192, total: Number.MAX_SAFE_INTEGER }));
    if (safe.length <= cap)
        return safe;
    const half = Math.floor((cap - 60) / 2);
    // A cut may leave the head of a line that is now a line of its own.
    const tail = (0,foreign_text/* sanitise */.tB)(safe.slice(-half).toWellFormed(), { line: 8_192, total: cap });
    return `${safe.slice(0, half).toWellFormed()}\n[\u2026 ${safe.length - 2 * half} characters cut]\n${tail}`.slice(0, cap);
}
/** No way out of the folder, no hidden file, no device name, no control character. */
function plainName(name) {
    const parts = name
        .split(/[/\\]+/)
        .map((part) => part
        .replace(/[^\w.@=-]+/g, '_')
        .replace(/^[.-]+/, '_')
        .slice(0, 100))
        .filter((part) => part !== '' && part !== '_');
    return parts.slice(-6).join('/') || 'unnamed';
}
function uniqueName(name, taken) {
    if (name !== 'index.txt' && !taken.some((file) => file.name === name))
        return name;
    for (let number = 2;; number++) {
        const other = `${name}.${number}`;
        if (!taken.some((file) => file.name === other))
            return other;
    }
}

;// CONCATENATED MODULE: ./lib/entry/diagnostics.js



/** Milliseconds that a run which did not end well takes to show why, and what a cancelled one still has for it. */
const diagnosticsMs = { ended: 20_000, cancelled: 3_000 };
/** Milliseconds after its end in which a source may still give what it has. */
const graceMs = 500;
/**
 * Looks at the cluster before it is deleted, and writes what was seen: redacted, sanitised, capped, and never later than
 * `ms` from now. Nothing that goes wrong here changes a verdict.
 *
 * @returns the name of the bundle's folder; undefined where there was nothing to look at, or nowhere to write to.
 */
async function keepDiagnostics(sources, redactor, { folder, run }, ms, cancel) {
    if (sources.length === 0)
        return undefined;
    const late = AbortSignal.timeout(ms);
    // Whoever cancelled already gets what can be had in the time that the runner leaves.
    const signal = cancel.aborted ? late : AbortSignal.any([cancel, late]);
    const found = await Promise.all(sources.map((each) => within(each, signal)));
    for (const secret of found.flatMap(({ secrets }) => secrets))
        redactor.learn(secret);
    // To redact takes about a second a megabyte, which a cancelled run has not got.
    const caps = cancel.aborted ? { ...bundleCaps, total: bundleCaps.total / 16 } : bundleCaps;
    const bundle = diagnosticsBundle(found.flatMap((each) => each.sources), redactor, caps);
    return write(bundle, folder, `diagnostics-${run}`).catch(() => undefined);
}
/** A source that hangs is left behind, whatever it promised. */
async function within(diagnostics, signal) {
    const over = Promise.withResolvers();
    let timer;
    const give = () => {
        timer = setTimeout(() => over.resolve(nothing('it was not told in time')), graceMs);
    };
    if (signal.aborted)
        give();
    else
        signal.addEventListener('abort', give, { once: true });
    try {
        return await Promise.race([diagnostics.collect(signal), over.promise]);
    }
    catch (error) {
        return nothing(error instanceof Error ? error.message : String(error));
    }
    finally {
        clearTimeout(timer);
        signal.removeEventListener('abort', give);
    }
}
function nothing(missing) {
    return { sources: [{ name: 'cluster', content: { missing } }], secrets: [] };
}
/** A folder that was there before is not ours: it may be a link, or the bundle of an earlier step of the same job. */
async function write(bundle, folder, wanted) {
    await (0,promises_.mkdir)(folder, { recursive: true });
    const name = await fresh(folder, wanted, 1);
    for (const { name: file, text } of bundle) {
        const target = external_node_path_.join(folder, name, file);
        await (0,promises_.mkdir)(external_node_path_.dirname(target), { recursive: true });
        await (0,promises_.writeFile)(target, text, { flag: 'wx' });
    }
    return name;
}
async function fresh(folder, wanted, attempt) {
    const name = attempt === 1 ? wanted : `${wanted}-${attempt}`;
    try {
        await (0,promises_.mkdir)(external_node_path_.join(folder, name));
        return name;
    }
    catch (error) {
        if (error.code !== 'EEXIST' || attempt > 20)
            throw error;
        return fresh(folder, wanted, attempt + 1);
    }
}

;// CONCATENATED MODULE: ./lib/domain/form.js
const when = (is) => (value, path) => is(value) ? undefined : path;
const form_text = when((value) => typeof value === 'string');
const flag = when((value) => typeof value === 'boolean');
/** A finite number that is not negative: sizes, counts, durations. */
const form_amount = when((value) => typeof value === 'number' && Number.isFinite(value) && value >= 0);
/** A finite number; a moment may be before another. */
const moment = when((value) => typeof value === 'number' && Number.isFinite(value));
/** ISO 8601 in UTC. */
const instant = when((value) => typeof value === 'string' && /^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d(\.\d+)?Z$/.test(value));
function oneOf(values) {
    return when((value) => typeof value === 'string' && values.includes(value));
}
function orNull(form) {
    return (value, path) => (value === null ? undefined : form(value, path));
}
function optional(form) {
    return (value, path) => (value === undefined ? undefined : form(value, path));
}
function listOf(form) {
    return (value, path) => {
        if (!Array.isArray(value))
            return path;
        for (const [i, entry] of value.entries()) {
            const fault = form(entry, `${path}[${i}]`);
            if (fault !== undefined)
                return fault;
        }
        return undefined;
    };
}
function mapOf(form) {
    return (value, path) => {
        if (!isFields(value))
            return path;
        const fault = Object.entries(value).find(([key, entry]) => form(entry, key) !== undefined);
        return fault === undefined ? undefined : `${path}.${fault[0]}`;
    };
}
/** Fields that have to be there; others are let be. */
function fields(forms) {
    return (value, path) => {
        if (!isFields(value))
            return path;
        for (const [key, form] of Object.entries(forms)) {
            const fault = form(value[key], path === '' ? key : `${path}.${key}`);
            if (fault !== undefined)
                return fault;
        }
        return undefined;
    };
}
function isFields(value) {
    return typeof value === 'object' && value !== null && !Array.isArray(value);
}

// EXTERNAL MODULE: ./lib/domain/requirement.js
var requirement = __webpack_require__(811);
;// CONCATENATED MODULE: ./lib/domain/report-form.js




const verdict = oneOf(['pass', 'fail', 'inconclusive']);
const report_form_requirement = oneOf(requirement/* requirements */.L.map(({ id }) => id));
const stage = oneOf(domain_stage/* stageNames */.h);
const evidence = fields({
    claim: form_text,
    requirement: report_form_requirement,
    verdict,
    object: optional(form_text),
    observed: form_text,
    source: form_text,
    at: instant,
    remedy: optional(form_text),
});
const note = fields({ kind: oneOf(['modified-for-ci', 'cannot-prove', 'advice', 'measured']), text: form_text });
const stageReport = fields({
    stage,
    verdict,
    evidence: listOf(evidence),
    notes: listOf(note),
    error: optional(fields({ code: oneOf(domain_error/* errorCodes */.fv), message: form_text, hint: form_text, facts: mapOf(form_text) })),
    startedAt: instant,
    durationMs: form_amount,
});
const report = fields({
    schema: oneOf(['scale-gate/report-v1']),
    version: form_text,
    run: form_text,
    service: form_text,
    subject: fields({ commit: form_text, manifests: form_text, images: mapOf(form_text) }),
    stages: listOf(stageReport),
    skipped: listOf(fields({ stage, reason: form_text })),
    decision: oneOf(['promote', 'reject', 'inconclusive']),
    reason: form_text,
    diagnostics: optional(form_text),
    startedAt: instant,
    durationMs: form_amount,
});
const report_form_location = fields({
    file: form_text,
    start: fields({ line: form_amount, column: form_amount }),
    end: fields({ line: form_amount, column: form_amount }),
});
/** Forms of `StageReport.data`, by stage. */
const data = {
    lint: fields({
        diagnostics: listOf(fields({
            rule: form_text,
            severity: oneOf(['error', 'warning', 'note']),
            requirement: report_form_requirement,
            message: form_text,
            remediation: form_text,
            at: report_form_location,
            object: form_text,
            related: listOf(fields({ message: form_text, at: report_form_location })),
            fingerprint: form_text,
            fix: optional(fields({ description: form_text, edits: listOf(fields({ at: report_form_location, text: form_text })) })),
        })),
    }),
    redis: fields({
        topology: fields({ shards: form_amount, replicasPerShard: form_amount }),
        nodes: listOf(fields({
            name: form_text,
            role: oneOf(['primary', 'replica']),
            shard: form_amount,
            slots: form_text,
            host: optional(form_text),
            healthy: flag,
        })),
        measured: mapOf(form_text),
    }),
    load: fields({
        autoscaler: form_text,
        minReplicas: form_amount,
        maxReplicas: form_amount,
        targetCpuPercent: orNull(form_amount),
        phases: listOf(fields({ name: form_text, fromMs: moment, toMs: moment })),
        points: listOf(fields({
            ms: moment,
            rate: orNull(form_amount),
            bad: orNull(form_amount),
            p95Ms: orNull(form_amount),
            readyReplicas: orNull(form_amount),
            desiredReplicas: orNull(form_amount),
            predictedReplicas: orNull(form_amount),
            cpuPercent: orNull(form_amount),
            predictedCpuPercent: orNull(form_amount),
        })),
        thresholds: listOf(fields({ text: form_text, observed: form_text, verdict })),
        decisions: optional(listOf(fields({
            ms: moment,
            current: form_amount,
            observed: form_amount,
            predicted: form_amount,
            agrees: flag,
            explanation: form_text,
        }))),
        predictions: optional(listOf(fields({ what: form_text, expected: form_text, observed: form_text, production: optional(form_text) }))),
        forecast: optional(form_text),
    }),
};
/**
 * A report out of data that came from outside: another job, another run, perhaps a stranger's.
 *
 * Data of a stage that has not its form is left out: it is for pictures, and no verdict hangs on it.
 *
 * @returns the report, or the path of what has not the form.
 */
function reportOf(value) {
    const fault = report(value, '');
    if (fault !== undefined)
        return fault === '' ? 'the whole' : fault;
    const whole = value;
    return { ...whole, stages: whole.stages.map(withSoundData) };
}
function withSoundData({ data: found, ...rest }) {
    const sound = found !== undefined && data[rest.stage]?.(found, '') === undefined && rest.stage in data;
    return sound ? { ...rest, data: found } : rest;
}

;// CONCATENATED MODULE: ./lib/entry/earlier-reports.js





/** Bytes; the largest report of our own is far below. */
const limit = 64 * 1024 * 1024;
const hint = 'Name the report.json of a run of the gate, as its job uploaded it.';
/** Reads the reports of earlier jobs. Throws `GateError` `EVIDENCE_REFUSED` for what is no report. */
function readEarlier(files, folder) {
    return Promise.all(files.map(async (file) => ({ file, report: mistrusted(await readOne(external_node_path_.resolve(folder, file))) })));
}
/** The one report that is to be published as it is. */
async function readOnly(files, folder) {
    const [first, ...others] = await readEarlier(files, folder);
    if (first !== undefined && others.length === 0)
        return first.report;
    throw new GateError('EVIDENCE_REFUSED', `${files.length} reports are to be published, and only one can be`, { hint });
}
async function readOne(file) {
    const report = reportOf(await parsed(file));
    if (typeof report !== 'string')
        return report;
    throw new domain_error/* GateError */.ue('EVIDENCE_REFUSED', `${file} has not the form of a report: ${report}`, { hint });
}
async function parsed(file) {
    try {
        const { size } = await (0,promises_.stat)(file);
        if (size > limit)
            throw new RangeError(`${size} bytes are more than ${limit}`);
        return JSON.parse(await (0,promises_.readFile)(file, 'utf8'));
    }
    catch (cause) {
        const why = cause instanceof Error ? cause.message : String(cause);
        throw new domain_error/* GateError */.ue('EVIDENCE_REFUSED', `${file} cannot be read: ${why}`, { hint, cause });
    }
}

// EXTERNAL MODULE: ./lib/manifests/service-facts.js
var service_facts = __webpack_require__(6075);
;// CONCATENATED MODULE: ./lib/manifests/copy.js
/** Kubernetes' limit for a label value, and for the name of a Service. */
const longest = 63;
/** Maps of labels, by the key that they are found under. */
const labelled = new Set(['labels', 'matchLabels', 'selector']);
/**
 * A second instance of a workload beside the first one: itself, the Services that select it, the Ingresses that lead to
 * those, and the NetworkPolicies that speak of it. Every label that its selector names has another value, so that neither
 * its own Services nor its autoscaler take the copy for it; everything else (configuration, Secrets, neighbours) they share.
 * Empty where the workload is not among the objects, or selects by no label.
 */
function copyOf(objects, wishes) {
    const { workload, suffix } = wishes;
    const original = objects.find((one) => one['kind'] === workload.kind && nameOf(one) === workload.name);
    const labels = new Map(texts(field(original, 'spec', 'selector', 'matchLabels')));
    if (original === undefined || labels.size === 0)
        return [];
    const own = texts(field(original, 'spec', 'template', 'metadata', 'labels'));
    const services = objects.filter((one) => one['kind'] === 'Service' && selects(one, own));
    const copied = new Set(services.map(nameOf));
    const change = (one) => named(relabelled(one, labels, suffix), suffix);
    const policies = objects.filter((one) => one['kind'] === 'NetworkPolicy' && JSON.stringify(relabelled(one, labels, suffix)) !== JSON.stringify(one));
    return [
        ...policies.map(change),
        ...services.map((one) => service(change(one), labels, suffix)),
        sized(change(original), wishes, copied),
        ...objects.filter((one) => one['kind'] === 'Ingress').flatMap((one) => ingress(one, copied, wishes)),
    ];
}
function sized(workload, { replicas, suffix }, copied) {
    const spec = object(workload['spec']);
    const governing = String(spec['serviceName'] ?? '');
    const serviceName = copied.has(governing) ? { serviceName: appended(governing, suffix) } : {};
    return { ...workload, spec: { ...spec, ...serviceName, replicas } };
}
/** A node port is one Service's; and a selector that names none of the workload's own labels would find both instances. */
function service(copy, labels, suffix) {
    const { type: _, clusterIP, clusterIPs: __, ...spec } = object(copy['spec']);
    const headless = clusterIP === 'None' ? { clusterIP } : {};
    const ports = items(spec['ports']).map((port) => {
        const { nodePort: ___, ...rest } = object(port);
        return rest;
    });
    const own = Object.fromEntries([...labels].map(([key, value]) => [key, appended(value, suffix)]));
    return { ...copy, spec: { ...spec, ...headless, ports, selector: { ...object(spec['selector']), ...own } } };
}
/** Every path that leads to a copied Service, under the copy's own host, without its certificate. */
function ingress(original, copied, { host, suffix }) {
    const spec = object(original['spec']);
    const fallback = { path: '/', pathType: 'Prefix', backend: spec['defaultBackend'] };
    const paths = [...items(spec['rules']).flatMap((rule) => items(field(rule, 'http', 'paths'))), fallback]
        .map(object)
        .filter((one) => copied.has(backendOf(one)));
    const first = new Map(paths.toReversed().map((one) => [`${one['pathType']} ${one['path']}`, one]));
    if (first.size === 0)
        return [];
    const led = [...first.values()].toReversed().map((one) => {
        const backend = object(one['backend']);
        const target = { ...object(backend['service']), name: appended(backendOf(one), suffix) };
        return { ...one, backend: { ...backend, service: target } };
    });
    const className = spec['ingressClassName'];
    return [
        {
            ...named(original, suffix),
            spec: {
                ...(className === undefined ? {} : { ingressClassName: className }),
                rules: [{ host, http: { paths: led } }],
            },
        },
    ];
}
function backendOf(path) {
    return String(field(path, 'backend', 'service', 'name') ?? '');
}
function selects(one, labels) {
    const selector = texts(field(one, 'spec', 'selector'));
    const has = new Map(labels);
    return selector.length > 0 && selector.every(([key, value]) => has.get(key) === value);
}
/** The same with other values for these labels, wherever labels are carried or asked for. */
function relabelled(value, labels, suffix, within = '') {
    if (Array.isArray(value))
        return value.map((item) => relabelled(item, labels, suffix, within) ?? null);
    if (typeof value !== 'object' || value === null)
        return value;
    const entries = Object.entries(value);
    const asked = labels.get(String(value['key'] ?? ''));
    return Object.fromEntries(entries.map(([key, child]) => {
        if (labelled.has(within) && typeof child === 'string' && labels.get(key) === child)
            return [key, appended(child, suffix)];
        if (key === 'values' && within === 'matchExpressions')
            return [key, items(child).map((one) => (one === asked ? appended(String(one), suffix) : one))];
        return [key, relabelled(child, labels, suffix, key)];
    }));
}
function named(one, suffix) {
    return { ...one, metadata: { ...object(one['metadata']), name: appended(nameOf(one), suffix) } };
}
function appended(text, suffix) {
    return `${text.slice(0, longest - suffix.length)}${suffix}`;
}
function nameOf(one) {
    return String(field(one, 'metadata', 'name'));
}
function field(value, ...path) {
    return path.reduce((inner, key) => object(inner)[key], value);
}
function object(value) {
    return typeof value === 'object' && value !== null && !Array.isArray(value) ? value : {};
}
function items(value) {
    return Array.isArray(value) ? value : [];
}
function texts(value) {
    return Object.entries(object(value)).flatMap(([key, text]) => (typeof text === 'string' ? [[key, text]] : []));
}

;// CONCATENATED MODULE: ./lib/stages/deploy/adaptation.js
/** What is changed of an object so that it runs, and runs quickly, in an ephemeral cluster. Each change is a note. */
function adapt(object, wishes) {
    const notes = [];
    const say = (what) => void notes.push({ kind: 'modified-for-ci', text: `${adaptation_nameOf(object)}: ${what}` });
    const adapted = object['kind'] === 'HorizontalPodAutoscaler'
        ? shortenWindow(object, wishes, say)
        : mapContainers(object, (container) => adaptContainer(container, wishes, say));
    return { object: adapted, notes };
}
function adaptContainer(container, { images, loadedImages }, say) {
    const written = String(container['image'] ?? '');
    const image = images[written] ?? written;
    if (image !== written)
        say(`image ${written} replaced by ${image}`);
    const replaced = image === written ? container : { ...container, image };
    const policy = container['imagePullPolicy'] ?? usualPolicy(image);
    if (policy !== 'Always' || !loadedImages.includes(image))
        return replaced;
    const origin = container['imagePullPolicy'] === undefined ? ' (the default for its tag)' : '';
    say(`imagePullPolicy Always${origin} of container ${String(container['name'])} became IfNotPresent, so that ${image} as loaded into the nodes is used`);
    return { ...replaced, imagePullPolicy: 'IfNotPresent' };
}
/** What the API server fills in: `Always` for the tag `latest` or none; never for a digest. `pkg/apis/core/v1/defaults.go`, SetDefaults_Container. */
function usualPolicy(image) {
    if (image.includes('@'))
        return 'IfNotPresent';
    const tag = /:([^:/]+)$/.exec(image)?.[1] ?? 'latest';
    return tag === 'latest' ? 'Always' : 'IfNotPresent';
}
function shortenWindow(hpa, { downscaleWindowSeconds: longest }, say) {
    const spec = asObject(hpa['spec']);
    const behavior = asObject(spec['behavior']);
    const scaleDown = asObject(behavior['scaleDown']);
    const window = scaleDown['stabilizationWindowSeconds'];
    if (longest === undefined || spec['behavior'] === undefined || typeof window !== 'number' || window <= longest)
        return hpa;
    say(`scaleDown.stabilizationWindowSeconds ${window} became ${longest}`);
    return {
        ...hpa,
        spec: { ...spec, behavior: { ...behavior, scaleDown: { ...scaleDown, stabilizationWindowSeconds: longest } } },
    };
}
/** Applies a change to every container of a pod template, wherever the kind keeps it. */
function mapContainers(object, change) {
    const spec = object['spec'];
    if (!isObject(spec))
        return object;
    if (object['kind'] === 'Pod')
        return { ...object, spec: mapPodSpec(spec, change) };
    if (object['kind'] === 'CronJob') {
        const job = asObject(spec['jobTemplate']);
        return { ...object, spec: { ...spec, jobTemplate: mapTemplate(job, asObject(job['spec']), change) } };
    }
    return mapTemplate(object, spec, change);
}
function mapTemplate(object, spec, change) {
    const template = spec['template'];
    if (!isObject(template) || !isObject(template['spec']))
        return object;
    return { ...object, spec: { ...spec, template: { ...template, spec: mapPodSpec(template['spec'], change) } } };
}
function mapPodSpec(spec, change) {
    const mapped = ['initContainers', 'containers'].flatMap((key) => {
        const containers = spec[key];
        return Array.isArray(containers)
            ? [[key, containers.map((item) => (isObject(item) ? change(item) : item))]]
            : [];
    });
    return { ...spec, ...Object.fromEntries(mapped) };
}
function adaptation_nameOf(object) {
    return `${String(object['kind'])}/${String(asObject(object['metadata'])['name'])}`;
}
function isObject(value) {
    return typeof value === 'object' && value !== null && !Array.isArray(value);
}
function asObject(value) {
    return isObject(value) ? value : {};
}

;// CONCATENATED MODULE: ./lib/entry/baseline.js




/** Whether the service is to be held against another version of itself. */
function hasBaseline({ load }) {
    return load.engine !== 'k6' && (load.baseline !== undefined || Object.keys(load.baselineImages).length > 0);
}
/** Throws `INPUT_INVALID` where one of the two states has no workload that can be copied. */
function requireWorkload(manifests, before) {
    const [autoscaler] = (0,service_facts/* serviceFacts */.l)(manifests).autoscalers;
    if (autoscaler === undefined)
        return;
    workloadOf(manifests, autoscaler.target, 'candidate');
    workloadOf(before ?? manifests, autoscaler.target, 'baseline');
}
/**
 * Both copies, made of the manifests that were deployed and of those of the baseline.
 * @param before manifests of the baseline; undefined where it has those of the service, with other images
 */
function comparisonSpec({ load, deploy }, manifests, before, { ephemeral }, namespace) {
    const facts = (0,service_facts/* serviceFacts */.l)(manifests);
    const [autoscaler] = facts.autoscalers;
    const target = autoscaler?.target ?? '';
    const replicas = Math.max(1, load.from ?? autoscaler?.min ?? 1);
    const copy = (variant, of, images) => {
        const workload = workloadOf(of, target, variant);
        const loadedImages = ephemeral ? (0,service_facts/* serviceFacts */.l)(of).images.map((image) => images[image] ?? image) : [];
        const wishes = { images, loadedImages, downscaleWindowSeconds: undefined };
        const [suffix, host] = [`-${variant}`, `${variant}.scale-gate.example`];
        const objects = copyOf(of.map(({ value }) => adapt(value, wishes).object), { workload, suffix, replicas, host });
        const own = objects.find(({ kind }) => kind === workload.kind);
        const named = own?.['metadata'];
        return {
            objects,
            workload: { kind: workload.kind, name: String(named?.['name']), namespace: workload.namespace ?? namespace },
            host,
            images: imagesOf(own),
        };
    };
    const own = before === undefined ? { ...deploy.images, ...load.baselineImages } : load.baselineImages;
    return {
        copies: {
            baseline: copy('baseline', before ?? manifests, own),
            candidate: copy('candidate', manifests, deploy.images),
        },
        replicas,
        maxSlowdown: load.maxSlowdown,
        probe: { path: deploy.path, status: deploy.expectStatus },
    };
}
/** The workload that the autoscaler scales: it is what a change of the service changes. */
function workloadOf(manifests, name, variant) {
    for (const kind of ['Deployment', 'StatefulSet']) {
        const found = manifests.find((one) => one.kind === kind && one.name === name);
        if (found !== undefined)
            return { kind, name, namespace: found.namespace };
    }
    throw (0,domain_error/* invalidInput */.aY)([`the manifests of the ${variant} have no Deployment or StatefulSet ${name}, which the autoscaler scales`], 'Give `load.baseline` a folder of the same service, or leave it out.');
}
function imagesOf(workload) {
    const spec = workload?.['spec'];
    return (spec?.template?.spec?.containers ?? []).map((container) => String(container['image']));
}

// EXTERNAL MODULE: external "node:os"
var external_node_os_ = __webpack_require__(8161);
;// CONCATENATED MODULE: ./lib/entry/existing-cluster.js




/** A cluster that is there already, by kubeconfig. Throws `INPUT_INVALID` with everything that is missing. */
function existingCluster({ kubeconfig, context, ingress }, env) {
    const file = kubeconfig ?? env['KUBECONFIG'] ?? external_node_path_.join((0,external_node_os_.homedir)(), '.kube', 'config');
    const problems = [
        ...((0,external_node_fs_.existsSync)(file) ? [] : [`cluster-kubeconfig: no such file: ${file}`]),
        ...(ingress === undefined ? ['cluster-ingress is not given: where does the ingress of the cluster answer?'] : []),
        ...(ingress === undefined || /^https?:\/\/[^\s/]+$/.test(ingress)
            ? []
            : [`cluster-ingress is "${ingress}"; expected an origin such as http://127.0.0.1:8080`]),
    ];
    if (problems.length > 0 || ingress === undefined)
        throw (0,domain_error/* invalidInput */.aY)(problems, 'An existing cluster needs a kubeconfig and the address of its ingress.');
    return {
        name: context ?? external_node_path_.basename(file),
        kubeconfig: file,
        ingress,
        nodes: [],
        ephemeral: false,
        ...(context === undefined ? {} : { context }),
    };
}

// EXTERNAL MODULE: ./lib/domain/location.js
var domain_location = __webpack_require__(9525);
// EXTERNAL MODULE: ./lib/manifests/read.js + 28 modules
var read = __webpack_require__(6532);
;// CONCATENATED MODULE: ./lib/entry/kind-config.js





/** The user's own configuration of kind; the gate merges its needs into it. */
function readKindConfig(named, folder) {
    if (named === undefined)
        return undefined;
    const file = external_node_path_.join(folder, named);
    const hint = 'Name a file with `kind: Cluster` and `apiVersion: kind.x-k8s.io/v1alpha4`.';
    if (!(0,external_node_fs_.existsSync)(file))
        throw new domain_error/* GateError */.ue('INPUT_INVALID', `cluster-kind-config: no such file: ${file}`, { hint });
    const { manifests, diagnostics } = (0,read/* readManifests */.PX)(file, (0,external_node_fs_.readFileSync)(file, 'utf8'));
    const broken = diagnostics.filter(({ severity }) => severity === 'error');
    if (broken.length > 0)
        throw (0,domain_error/* invalidInput */.aY)(broken.map(({ at, message }) => `${(0,domain_location/* describeLocation */.l)(at)}: ${message}`), hint);
    const config = manifests.find(({ kind, apiVersion }) => kind === 'Cluster' && apiVersion.startsWith('kind.x-k8s.io/'));
    if (config === undefined)
        throw new domain_error/* GateError */.ue('INPUT_INVALID', `cluster-kind-config: ${file} holds no kind Cluster`, { hint });
    return config.value;
}

// EXTERNAL MODULE: ./lib/entry/lint-policy.js
var lint_policy = __webpack_require__(410);
// EXTERNAL MODULE: ./lib/entry/manifest-folders.js
var manifest_folders = __webpack_require__(2279);
// EXTERNAL MODULE: ./lib/stages/redis/slots.js
var redis_slots = __webpack_require__(6770);
;// CONCATENATED MODULE: ./lib/entry/report-data.js

/** What the redis stage found out, in the form that reports draw. */
function redisData(output) {
    const plan = output.bringUp?.formation?.plan ?? [];
    const slots = (0,redis_slots/* splitSlots */.s3)(plan.length);
    const nodes = plan.flatMap(({ primary, replicas }, shard) => [
        { name: primary, role: 'primary', shard, slots: (0,redis_slots/* describeSlots */.Js)(slots.slice(shard, shard + 1)), healthy: true },
        ...replicas.map((name) => ({ name, role: 'replica', shard, slots: '', healthy: true })),
    ]);
    return {
        topology: { shards: plan.length, replicasPerShard: plan[0]?.replicas.length ?? 0 },
        topologyText: output.topology,
        nodes,
        measured: measuredOf(output),
        events: output.events,
        ...(output.bringUp === undefined ? {} : { bringUp: output.bringUp }),
    };
}
function measuredOf({ bringUp, events }) {
    const agreed = bringUp?.soundAfterMs;
    return Object.fromEntries([
        ...(agreed === undefined ? [] : [['all nodes agree', `${(agreed / 1000).toFixed(2)} s`]]),
        ...events.flatMap(({ behaviour, promoteMs }) => promoteMs === undefined ? [] : [[behaviour, `${promoteMs.toFixed(0)} ms`]]),
    ]);
}
/** The run under load as one series: what was sent, second by second, beside what the autoscaler did. */
function loadData(output) {
    const { timeline, load, marks, slos, aim, reached, upSeconds, downSeconds } = output;
    const first = timeline[0];
    const begun = (first?.at ?? 0) * 1000;
    const sent = new Map((load?.seconds ?? []).map((second) => [Math.round(second.at / 1000), second]));
    const spec = first?.hpa?.spec;
    const decided = output.shadow?.decisions ?? [];
    return {
        autoscaler: `HorizontalPodAutoscaler ${first?.hpa?.name ?? ''}`,
        minReplicas: spec?.minReplicas ?? 1,
        maxReplicas: spec?.maxReplicas ?? 1,
        targetCpuPercent: targetOf(first),
        phases: marks.map(({ phase, from, to }) => ({ name: phase, fromMs: from - begun, toMs: to - begun })),
        points: timeline.map((row) => ({
            ...pointOf(row, begun, sent.get(Math.round(row.at))),
            ...foretoldAt(row.at, decided),
        })),
        decisions: decided.map((decision) => decisionOf(decision, begun)),
        predictions: predictionsOf(output),
        ...(output.projection === null ? {} : { forecast: output.projection.forecast.text }),
        thresholds: slos.map(({ threshold, phase, value, interval, samples, verdict }) => ({
            text: threshold,
            observed: `${phase}: ${value.toFixed(2)} (${interval.low.toFixed(2)} to ${interval.high.toFixed(2)}, n=${samples})`,
            verdict,
        })),
        aim,
        marks,
        reached,
        upSeconds,
        downSeconds,
    };
}
function pointOf({ at, hpa, pods }, begun, second) {
    return {
        ms: at * 1000 - begun,
        rate: second?.scheduled ?? null,
        bad: second === undefined ? null : second.bad + second.shed,
        p95Ms: second?.p95 ?? null,
        readyReplicas: pods.filter(({ ready, deleting }) => ready?.status === 'True' && !deleting).length,
        desiredReplicas: hpa?.status.desiredReplicas ?? null,
        cpuPercent: utilisationOf(hpa?.status.currentMetrics ?? []),
    };
}
/** What the algorithm says at an instant: its newest decision until then. */
function foretoldAt(at, decisions) {
    const predicted = decisions.findLast((decision) => decision.at <= at)?.predicted;
    const percent = predicted?.metrics.flatMap((words) => /^(\d+)% /.exec(words)?.[1] ?? [])[0];
    return {
        predictedReplicas: predicted?.desired ?? null,
        predictedCpuPercent: percent === undefined ? null : Number(percent),
    };
}
function decisionOf({ at, observed, predicted, agreement, explanation }, begun) {
    return {
        ms: at * 1000 - begun,
        current: observed.current,
        observed: observed.desired,
        predicted: predicted.desired,
        agrees: agreement !== 'deviates',
        explanation,
    };
}
/** What the simulator expected of the load that was really sent, beside what came. */
function predictionsOf({ predicted, projection, reached, upSeconds, downSeconds, }) {
    if (predicted === null)
        return [];
    const production = projection?.production ?? null;
    const seconds = (value) => (value == null ? 'not seen' : `${value.toFixed(1)} s`);
    const row = (what, of, observed) => ({
        what,
        expected: of(predicted),
        observed,
        ...(production === null ? {} : { production: of(production) }),
    });
    return [
        row('first change up', ({ firstMove }) => bandText(firstMove), seconds(upSeconds?.first)),
        row('last change up', ({ settled }) => bandText(settled), seconds(upSeconds?.last)),
        row('most replicas', ({ peaks }) => sizesText(peaks), String(reached)),
        row('back at the beginning', ({ backToMin }) => bandText(backToMin), seconds(downSeconds)),
    ];
}
function utilisationOf(metrics) {
    return (metrics.find(({ resource }) => resource?.name === 'cpu')?.resource?.current
        ?.averageUtilization ?? null);
}
function targetOf(row) {
    const metrics = (row?.hpa?.spec.metrics ?? []);
    return metrics.find(({ resource }) => resource?.name === 'cpu')?.resource?.target?.averageUtilization ?? null;
}
/** `7.0 s typically, 21.0 s at most`, over the simulated runs. */
function bandText({ quantiles }) {
    const typical = quantiles.find(({ q }) => q === 0.5)?.seconds ?? null;
    const last = quantiles.find(({ q }) => q === 1)?.seconds ?? null;
    const shown = (seconds) => (seconds === null ? 'never' : `${seconds.toFixed(1)} s`);
    return `${shown(typical)} typically, ${shown(last)} at most`;
}
function sizesText(sizes) {
    const [first, last] = [sizes[0]?.size, sizes.at(-1)?.size];
    return first === last ? `${first ?? 'none'}` : `${first} to ${last}`;
}

;// CONCATENATED MODULE: ./lib/reports/markdown-text.js
/**
 * Text as Markdown that shows exactly this text: no markup, no HTML, no link, nobody notified.
 *
 * Punctuation that can begin markup is escaped with a backslash (CommonMark 2.4), so that it is safe in tables, too. A zero-width
 * space parts what GitHub would make a mention or a reference of.
 */
function inline(text) {
    return flat(text)
        .replace(/(^|\W)@(?=\w)/g, '$1@\u200b')
        .replace(/#(?=\d)/g, '#\u200b')
        .replace(/\bGH-(?=\d)/gi, '$&\u200b')
        .replace(/[!#$&()*+.:<>@[\\\]^_`{|}~-]/g, (sign) => entities[sign] ?? `\\${sign}`);
}
const entities = { '&': '&amp;', '<': '&lt;', '>': '&gt;' };
/** Text as a code span, outside of tables: its fence is longer than any run of backticks in it. */
function code(text) {
    const plain = flat(text);
    if (plain === '')
        return '';
    const longest = Math.max(0, ...[...plain.matchAll(/`+/g)].map(([run]) => run.length));
    const fence = '`'.repeat(longest + 1);
    const pad = plain.startsWith('`') || plain.endsWith('`') ? ' ' : '';
    return `${fence}${pad}${plain}${pad}${fence}`;
}
/** One line without control characters and without what turns the direction of reading. */
function flat(text) {
    return text.replace(/[\s\u0000-\u001f\u007f-\u009f\u202a-\u202e\u2066-\u2069]+/g, ' ').trim();
}
/** A table; the cells are Markdown already. */
function table(head, rows) {
    const line = (cells) => `| ${cells.join(' | ')} |`;
    return [line(head), line(head.map(() => '---')), ...rows.map(line)].join('\n');
}
/** The sections that fit into `bytes`, whole sections from the front; says so where some do not. */
function fitting(sections, bytes) {
    const note = '\n\n_The rest was left out here for its size; the HTML page and report.json have everything._\n';
    const size = (text) => new TextEncoder().encode(text).length;
    const room = bytes - size(note);
    let [text, used] = ['', 0];
    for (const section of sections.filter((one) => one !== '')) {
        used += size(section) + 2;
        if (used > room)
            return text + note;
        text += `${text === '' ? '' : '\n\n'}${section}`;
    }
    return `${text}\n`;
}

;// CONCATENATED MODULE: ./lib/reports/mermaid.js
const widest = 60;
/** At most `widest` points, evenly over the time; each is the largest of its stretch, so that no peak is lost. */
function thinned(points, value) {
    const stretch = Math.max(1, Math.ceil(points.length / widest));
    const thin = [];
    for (let i = 0; i < points.length; i += stretch) {
        const seen = points.slice(i, i + stretch).flatMap((point) => value(point) ?? []);
        thin.push(seen.length === 0 ? (thin.at(-1) ?? 0) : Math.max(...seen));
    }
    return thin;
}
/** Mermaid knows no second axis: load and replicas are two charts, one below the other, over the same time. */
function mermaidCharts({ points, maxReplicas }) {
    const seconds = Math.max(1, Math.round((points.at(-1)?.ms ?? 0) / 1000));
    const rate = thinned(points, (point) => point.rate);
    const replicas = thinned(points, (point) => point.readyReplicas);
    const seen = points.some(({ predictedReplicas }) => predictedReplicas !== null);
    const predicted = seen ? [thinned(points, (point) => point.predictedReplicas)] : [];
    const top = Math.max(maxReplicas, ...replicas, ...predicted.flat(), 1);
    return [
        chart('Arrivals a second', seconds, Math.max(1, ...rate), [rate]),
        chart(seen ? 'Ready replicas, and what the shadow HPA predicts' : 'Ready replicas', seconds, top, [
            replicas,
            ...predicted,
        ]),
    ].join('\n\n');
}
function chart(title, seconds, top, lines) {
    return [
        '```mermaid',
        'xychart-beta',
        `  title "${title}"`,
        `  x-axis "seconds" 0 --> ${seconds}`,
        `  y-axis 0 --> ${round(top)}`,
        ...lines.map((line) => `  line [${line.map(round).join(', ')}]`),
        '```',
    ].join('\n');
}
const round = (value) => Math.round(value * 10) / 10;

;// CONCATENATED MODULE: ./lib/reports/summary.js




/** What GitHub takes as a step's summary, in bytes; a larger one is lost whole. */
const summaryLimit = 1024 * 1024;
const emoji = { pass: '\u2705', fail: '\u274c', inconclusive: '\u26a0\ufe0f', promote: '\u2705', reject: '\u274c' };
/** The job summary: its first line is the decision and the reason. */
function renderSummary(report, limit = summaryLimit) {
    const sections = [
        headline(report),
        subjectOf(report),
        ...(0,outline/* outlineOf */.W4)(report).map(requirementSection),
        timeTable(report),
        errorSection(report),
        notesSection(report),
        chartSection(report),
        predictionSection(report),
        thresholdSection(report),
        redisSection(report),
        lintSection(report),
    ];
    return fitting(sections, limit);
}
function headline({ decision, reason }) {
    return `# ${emoji[decision]} ${decision}: ${inline(reason)}`;
}
function subjectOf({ service, run, subject, version, durationMs, diagnostics }) {
    const images = Object.entries(subject.images).map(([image, digest]) => `${code(image)} ran as ${code(digest)}`);
    const facts = [
        `service ${code(service)}`,
        `commit ${code(subject.commit)}`,
        `manifests ${code(subject.manifests)}`,
        ...images,
        `run ${code(run)} took ${(0,outline/* spoken */.vg)(durationMs)} with Scale Gate ${inline(version)}`,
        ...(diagnostics === undefined
            ? []
            : [`what was seen of the cluster (events, objects, logs, nodes) is in ${code(diagnostics)} beside report.json`]),
    ];
    return facts.map((fact) => `- ${fact}`).join('\n');
}
function requirementSection({ title, verdict, findings }) {
    const head = `## ${emoji[verdict]} ${title}`;
    if (findings.length === 0)
        return `${head}\n\nNothing was found out.`;
    const { shown, left } = (0,outline/* firstOf */.Ku)(findings, 60);
    const rows = shown.map((finding) => [
        emoji[finding.verdict],
        inline(finding.claim),
        seen(finding),
        inline(finding.source),
    ]);
    const more = left === 0 ? '' : `\n\n\u2026 and ${left} more in the report.`;
    return `${head}\n\n${table(['', 'claim', 'observed', 'source'], rows)}${more}`;
}
function seen({ object, observed, remedy }) {
    const where = object === undefined ? '' : `${inline(object)}: `;
    return `${where}${inline(observed)}${remedy === undefined ? '' : `<br>\u2192 ${inline(remedy)}`}`;
}
/** Where the time went; stages run side by side, so that the shares may add up to more than the whole. */
function timeTable({ stages, skipped, durationMs }) {
    const rows = stages.map(({ stage, verdict, evidence, error, durationMs: ms }) => {
        const share = Math.round((100 * ms) / Math.max(durationMs, 1));
        const bar = '\u2588'.repeat(Math.round(share / 5)) || '\u258f';
        const why = error === undefined ? (0,outline/* passedOf */.IR)(evidence) : error.code;
        return [stage, `${emoji[verdict]} ${verdict}`, why, (0,outline/* spoken */.vg)(ms), `${bar} ${share} %`];
    });
    const rest = skipped.map(({ stage, reason }) => [stage, 'not reached', inline(reason), '', '']);
    return `## Where the time went\n\n${table(['stage', 'verdict', 'evidence', 'time', 'share of the run'], [...rows, ...rest])}`;
}
function errorSection({ stages }) {
    const errors = stages.flatMap(({ stage, error }) => (error === undefined ? [] : [{ stage, error }]));
    if (errors.length === 0)
        return '';
    const parts = errors.map(({ stage, error: { code: name, message, hint, facts } }) => [
        `**${stage}** could not do its work (${name}): ${inline(message)}`,
        `\u2192 ${inline(hint)}`,
        ...Object.entries(facts).map(([fact, value]) => `- ${inline(fact)}: ${code(value)}`),
    ].join('\n'));
    return `## What could not be found out\n\n${parts.join('\n\n')}`;
}
function notesSection(report) {
    const kinds = [
        ['modified-for-ci', 'Changed to be quick in CI'],
        ['cannot-prove', 'Not proven here'],
        ['measured', 'Measured'],
        ['advice', 'Advice'],
    ];
    const parts = kinds.map(([kind, title]) => {
        const texts = (0,outline/* notesOf */.h$)(report, kind);
        const label = kind === 'modified-for-ci' ? `${title} (\`modified-for-ci\`)` : title;
        return texts.length === 0 ? '' : `## ${label}\n\n${texts.map((text) => `- ${inline(text)}`).join('\n')}`;
    });
    return parts.filter((part) => part !== '').join('\n\n');
}
function chartSection(report) {
    const data = (0,outline/* loadDataOf */.oP)(report);
    return data === undefined || data.points.length < 2 ? '' : `## Load and replicas\n\n${mermaidCharts(data)}`;
}
/** What the algorithm says of the load that was sent, beside what came: times, sizes and each decision. */
function predictionSection(report) {
    const { predictions = [], decisions = [], forecast } = (0,outline/* loadDataOf */.oP)(report) ?? {};
    const mapped = predictions.some(({ production }) => production !== undefined);
    const rows = predictions.map(({ what, expected, observed, production = '' }) => [what, expected, observed, ...(mapped ? [production] : [])].map(inline));
    const head = [
        'simulated from the measured load',
        'expected',
        'observed',
        ...(mapped ? ['on production clocks'] : []),
    ];
    const agreeing = decisions.filter(({ agrees }) => agrees).length;
    const differing = decisions
        .filter(({ agrees }) => !agrees)
        .slice(0, 5)
        .map(({ ms, explanation }) => `- after ${(0,outline/* spoken */.vg)(ms)}: ${inline(explanation)}`);
    const parts = [
        rows.length === 0 ? '' : table(head, rows),
        decisions.length === 0
            ? ''
            : `Decisions of the HPA that the algorithm reproduces: ${agreeing} of ${decisions.length}`,
        differing.join('\n'),
        forecast === undefined ? '' : inline(forecast),
    ].filter((part) => part !== '');
    return parts.length === 0 ? '' : ['## Predicted beside observed', ...parts].join('\n\n');
}
function thresholdSection(report) {
    const rows = ((0,outline/* loadDataOf */.oP)(report)?.thresholds ?? []).map(({ text, observed, verdict }) => [
        emoji[verdict],
        inline(text),
        inline(observed),
    ]);
    return rows.length === 0 ? '' : `## Thresholds\n\n${table(['', 'threshold', 'observed'], rows)}`;
}
function redisSection(report) {
    const data = (0,outline/* redisDataOf */.F0)(report);
    if (data === undefined)
        return '';
    const { topology, nodes, measured } = data;
    const { shards, replicasPerShard } = topology;
    const sum = `${shards} shards \u00d7 (1 primary + ${replicasPerShard} replicas) = ${shards * (1 + replicasPerShard)} nodes`;
    const rows = nodes.map(({ name, role, shard, slots, host, healthy }) => [
        emoji[healthy ? 'pass' : 'fail'],
        String(shard),
        inline(name),
        role,
        inline(slots),
        inline(host ?? ''),
    ]);
    const figures = Object.entries(measured).map(([name, value]) => `- ${inline(name)}: ${inline(value)}`);
    const list = table(['', 'shard', 'node', 'role', 'slots', 'runs on'], rows);
    return [`## Redis Cluster: ${sum}`, list, figures.join('\n')].filter((part) => part !== '').join('\n\n');
}
function lintSection(report) {
    const diagnostics = (0,outline/* lintDataOf */.dg)(report)?.diagnostics ?? [];
    if (diagnostics.length === 0)
        return '';
    const { shown, left } = (0,outline/* firstOf */.Ku)(diagnostics, 100);
    const rows = shown.map(({ severity, rule, message, remediation, at }) => [
        severity,
        inline((0,domain_location/* describeLocation */.l)(at)),
        inline(rule),
        `${inline(message)}<br>\u2192 ${inline(remediation)}`,
    ]);
    const more = left === 0 ? '' : `\n\n\u2026 and ${left} more in the SARIF report.`;
    return `## Findings in the manifests\n\n${table(['severity', 'place', 'rule', 'finding'], rows)}${more}`;
}

;// CONCATENATED MODULE: ./lib/reports/comment.js



/** What GitHub takes as a comment, in characters; bytes are never fewer. */
const commentLimit = 65_536;
/** Hidden first line by which a later run finds the comment that it brings up to date. */
function commentMarker(key) {
    return `<!-- scale-gate ${key.toLowerCase().replace(/[^a-z0-9]+/g, '-')} -->`;
}
/** The comment that a pull request has once, short: what a reviewer needs to decide. */
function renderComment(report, { key, link }) {
    const rows = (0,outline/* outlineOf */.W4)(report).map(({ title, verdict, findings }) => [emoji[verdict], title, (0,outline/* passedOf */.IR)(findings)]);
    const sections = [
        `${commentMarker(key)}\n${headline(report).replace(/^# /, '### ')}`,
        table(['', 'requirement', 'evidence'], rows),
        failures(report),
        notesSection(report).replace(/^## /gm, '#### '),
        `<details><summary>Where the time went</summary>\n\n${timeTable(report).split('\n').slice(2).join('\n')}\n\n</details>`,
        footer(report, link),
    ];
    return fitting(sections, commentLimit);
}
function failures(report) {
    const { shown, left } = (0,outline/* firstOf */.Ku)((0,outline/* findingsOf */.WX)(report).filter(({ verdict }) => verdict !== 'pass'), 10);
    const lines = shown.map(({ stage, verdict, claim, object, observed, remedy }) => `- ${emoji[verdict]} **${stage}**: ${inline(claim)}${object === undefined ? '' : ` (${inline(object)})`}. ` +
        `${inline(observed)}${remedy === undefined ? '' : ` \u2192 ${inline(remedy)}`}`);
    const errors = report.stages.flatMap(({ stage, error }) => error === undefined
        ? []
        : [`- ${emoji.inconclusive} **${stage}** (${error.code}): ${inline(error.message)} \u2192 ${inline(error.hint)}`]);
    return [...errors, ...lines, ...(left === 0 ? [] : [`- \u2026 and ${left} more`])].join('\n');
}
function footer({ subject, service }, link) {
    const run = link !== undefined && /^https:\/\/[^\s()<>]+$/.test(link) ? ` \u00b7 [the run](${link})` : '';
    return `<sub>${inline(service)} at ${inline(subject.commit)}${run}</sub>`;
}

// EXTERNAL MODULE: ./lib/reports/xml-text.js
var xml_text = __webpack_require__(4940);
;// CONCATENATED MODULE: ./lib/reports/html/markup.js

/**
 * Template tag: whatever is put in is text, and is escaped; only what `html` made itself is markup.
 * So no place in the page can forget to escape.
 */
function html(strings, ...parts) {
    return { markup: strings.map((string, i) => string + markupOf(parts[i])).join('') };
}
function markupOf(part) {
    if (part === undefined)
        return '';
    if (typeof part === 'string' || typeof part === 'number')
        return (0,xml_text/* xml */._)(String(part));
    return 'markup' in part ? part.markup : part.map(({ markup }) => markup).join('');
}
const markup_nothing = { markup: '' };

;// CONCATENATED MODULE: ./lib/reports/html/decisions.js


/** What was foretold beside what came. */
function predictionTable({ predictions = [], forecast }) {
    if (predictions.length === 0)
        return markup_nothing;
    const mapped = predictions.some(({ production }) => production !== undefined);
    const head = mapped ? html `<th>on production clocks</th>` : markup_nothing;
    const beyond = forecast === undefined ? markup_nothing : html `<p>${forecast}</p>`;
    return html `<div class="card"><table><thead><tr><th>simulated from the measured load</th><th>expected</th><th>observed</th>${head}</tr></thead><tbody>${predictions.map(({ what, expected, observed, production }) => html `<tr><td>${what}</td><td>${expected}</td><td>${observed}</td>${mapped ? html `<td>${production ?? ''}</td>` : markup_nothing}</tr>`)}</tbody></table>${beyond}</div>`;
}
/** Every decision of the HPA beside the algorithm's, those that differ first. */
function decisionTable({ decisions = [] }) {
    if (decisions.length === 0)
        return markup_nothing;
    const agreeing = decisions.filter(({ agrees }) => agrees).length;
    const { shown, left } = (0,outline/* firstOf */.Ku)(decisions.toSorted((a, b) => Number(a.agrees) - Number(b.agrees) || a.ms - b.ms), 300);
    const open = agreeing === decisions.length ? markup_nothing : html ` open`;
    const more = left === 0 ? markup_nothing : html `<p>\u2026 and ${left} more in report.json.</p>`;
    return html `<details${open}><summary>Every decision of the HPA beside the algorithm's: ${agreeing} of ${decisions.length} agree</summary><div class="scroll"><table>
<thead><tr><th></th><th>after</th><th>from</th><th>HPA asked</th><th>algorithm</th><th>why</th></tr></thead><tbody>${shown.map(({ ms, current, observed, predicted, agrees, explanation }) => html `<tr><td class="${agrees ? 'v-pass' : 'v-fail'}">${agrees ? outline/* signs */.rf.pass : outline/* signs */.rf.fail}</td><td class="n">${Math.round(ms / 1000)} s</td><td>${current}</td><td>${observed}</td><td>${predicted}</td><td>${explanation}</td></tr>`)}</tbody></table></div>${more}</details>`;
}

;// CONCATENATED MODULE: ./lib/reports/html/redis-picture.js

const column = 340;
const perRow = 3;
/** The shards side by side: a primary with its slots, and under it its replicas. */
function redisFigure({ topology, nodes, measured }) {
    const { shards, replicasPerShard } = topology;
    const sum = `${shards} shards \u00d7 (1 primary + ${replicasPerShard} replicas) = ${shards * (1 + replicasPerShard)} nodes`;
    const groups = [...new Set(nodes.map(({ shard }) => shard))].sort((a, b) => a - b).slice(0, 24);
    const deepest = Math.max(0, ...groups.map((shard) => replicasOf(nodes, shard).length));
    const rowHeight = 130 + 34 * Math.min(deepest, 8);
    const [columns, rows] = [Math.max(1, Math.min(perRow, groups.length)), Math.ceil(groups.length / perRow)];
    const ill = nodes.filter(({ healthy }) => !healthy).length;
    const health = ill === 0 ? 'all healthy' : `${ill} not healthy`;
    return html `<div class="card"><p>${sum}; ${nodes.length} seen, ${health}</p><div class="scroll">
<svg viewBox="0 0 ${columns * column} ${Math.max(1, rows) * rowHeight}" role="img" aria-labelledby="rd-t rd-d" style="max-width:${columns * column}px;min-width:${Math.min(columns * column, 640)}px">
<title id="rd-t">Redis Cluster topology</title><desc id="rd-d">${sum}; ${nodes.length} seen, ${health}. The table below names each node.</desc>
${groups.map((shard, i) => shardPicture(nodes, shard, (i % perRow) * column, Math.floor(i / perRow) * rowHeight))}
</svg></div>${figures(measured)}${asTable(nodes)}</div>`;
}
const replicasOf = (nodes, shard) => nodes.filter((node) => node.shard === shard && node.role === 'replica');
const redis_picture_short = (text, length) => (text.length > length ? `${text.slice(0, length - 1)}\u2026` : text);
function shardPicture(nodes, shard, x, y) {
    const primary = nodes.find((node) => node.shard === shard && node.role === 'primary');
    const replicas = replicasOf(nodes, shard).slice(0, 8);
    return html `<g transform="translate(${x} ${y})"><text class="strong" x="8" y="16">shard ${shard}</text>
${replicas.map((_, i) => html `<path class="link" fill="none" d="M36 58V${116 + 34 * i}H60"/>`)}
<circle class="${primary?.healthy ? 'n-primary' : 'n-ill'}" cx="36" cy="50" r="20"/><text class="${primary?.healthy ? 'on' : 'ink'}" x="36" y="54" text-anchor="middle">P</text>
<text class="ink" x="66" y="47">${redis_picture_short(primary?.name ?? 'no primary', 36)}</text><text x="66" y="63">${redis_picture_short(primary?.slots ?? '', 40)}</text>
${replicas.map((node, i) => replicaPicture(node, 116 + 34 * i))}</g>`;
}
function replicaPicture({ name, host, healthy }, y) {
    return html `<circle class="${healthy ? 'n-replica' : 'n-ill'}" cx="70" cy="${y}" r="10"/><text class="ink" x="88" y="${y}">${redis_picture_short(name, 34)}</text><text x="88" y="${y + 14}">${redis_picture_short(host ?? '', 30)}${healthy ? '' : ' \u00b7 not healthy'}</text>`;
}
function figures(measured) {
    const rows = Object.entries(measured).map(([name, value]) => html `<tr><td>${name}</td><td class="n">${value}</td></tr>`);
    return html `<table><tbody>${rows}</tbody></table>`;
}
function asTable(nodes) {
    return html `<details><summary>Every node as a table</summary><div class="scroll"><table>
<thead><tr><th>node</th><th>shard</th><th>role</th><th>slots</th><th>runs on</th><th>healthy</th></tr></thead><tbody>${nodes.map(({ name, shard, role, slots, host, healthy }) => html `<tr><td>${name}</td><td>${shard}</td><td>${role}</td><td>${slots}</td><td>${host ?? ''}</td><td>${healthy ? 'yes' : 'no'}</td></tr>`)}</tbody></table></div></details>`;
}

;// CONCATENATED MODULE: ./lib/reports/html/sections.js



function banner(report) {
    const { decision, reason, service, run, version, startedAt, durationMs } = report;
    const changed = (0,outline/* notesOf */.h$)(report, 'modified-for-ci').length;
    const changes = changed === 1 ? 'One thing was changed' : `${changed} things were changed`;
    const said = changed === 0 ? markup_nothing : html `<p class="changed"><a href="#modified-for-ci">${changes} to be quick in CI</a></p>`;
    return html `<header class="banner ${decision}"><h1><span class="word">${outline/* signs */.rf[decision]} ${decision}</span> ${service}</h1>
<p class="why">${reason}</p>
<p class="meta">run <code>${run}</code> began ${startedAt} and took ${(0,outline/* spoken */.vg)(durationMs)} \u00b7 Scale Gate ${version}</p>${said}</header>`;
}
function tiles(report) {
    const tile = ({ id, title, verdict, findings }) => html `<a class="tile t-${verdict}" href="#${id}"><b>${title}</b><span class="v-${verdict}">${outline/* signs */.rf[verdict]} ${verdict}</span> <span>\u00b7 ${(0,outline/* passedOf */.IR)(findings)}</span></a>`;
    return html `<nav class="cards" aria-label="The six requirements">${(0,outline/* outlineOf */.W4)(report).map(tile)}</nav>`;
}
function requirementCards(report) {
    return html `${(0,outline/* outlineOf */.W4)(report).map(requirementCard)}`;
}
function requirementCard({ id, title, verdict, findings }) {
    const bad = findings.filter((finding) => finding.verdict !== 'pass');
    const good = findings.filter((finding) => finding.verdict === 'pass');
    const held = bad.length === 0 || good.length === 0
        ? findingTable(good)
        : html `<details><summary>${good.length} claims that hold</summary>${findingTable(good)}</details>`;
    const body = findings.length === 0 ? html `<p>Nothing was found out.</p>` : html `${findingTable(bad)}${held}`;
    return html `<details class="card requirement" id="${id}"${verdict === 'pass' ? markup_nothing : html ` open`}><summary><h3>${title}</h3><span class="v-${verdict}">${outline/* signs */.rf[verdict]} ${verdict}</span><span>${(0,outline/* passedOf */.IR)(findings)}</span></summary>${body}</details>`;
}
function findingTable(findings) {
    if (findings.length === 0)
        return markup_nothing;
    const { shown, left } = (0,outline/* firstOf */.Ku)(findings, 500);
    const more = left === 0 ? markup_nothing : html `<p>\u2026 and ${left} more in report.json.</p>`;
    return html `<div class="scroll"><table><thead><tr><th></th><th>claim</th><th>observed</th><th>source</th></tr></thead><tbody>${shown.map(findingRow)}</tbody></table></div>${more}`;
}
function findingRow({ verdict, stage, claim, object, observed, source, remedy, at }) {
    const what = object === undefined ? markup_nothing : html `<br><code>${object}</code>`;
    const advice = remedy === undefined ? markup_nothing : html `<p class="do">${remedy}</p>`;
    return html `<tr><td class="n v-${verdict}"><span title="${verdict}">${outline/* signs */.rf[verdict]}</span> ${stage}</td><td>${claim}${what}</td><td>${observed}${advice}</td><td><code>${source}</code><br><code>${at.slice(11, 19)}</code></td></tr>`;
}
/** Inabilities and stages that were not reached: what stands between the run and an answer. */
function inabilities({ stages, skipped }) {
    const errors = stages.flatMap(({ stage, error }) => (error === undefined ? [] : [{ stage, error }]));
    if (errors.length + skipped.length === 0)
        return markup_nothing;
    return html `<h2>What could not be found out</h2>${errors.map(({ stage, error: { code, message, hint, facts } }) => html `<div class="card inconclusive-card"><h3>${stage} could not do its work <code>${code}</code></h3><p>${message}</p><p class="do">${hint}</p><table><tbody>${Object.entries(facts).map(([name, fact]) => html `<tr><td>${name}</td><td><code>${fact}</code></td></tr>`)}</tbody></table></div>`)}${skipped.length === 0 ? markup_nothing : html `<div class="card"><ul>${skipped.map(({ stage, reason }) => html `<li><b>${stage}</b> was not reached: ${reason}</li>`)}</ul></div>`}`;
}
function notes(report) {
    const titles = [
        ['modified-for-ci', 'Changed to be quick in CI (modified-for-ci)'],
        ['cannot-prove', 'Not proven here'],
        ['measured', 'Measured'],
        ['advice', 'Advice'],
    ];
    return html `${titles.map(([kind, title]) => {
        const texts = (0,outline/* notesOf */.h$)(report, kind);
        const style = kind === 'modified-for-ci' ? 'card note' : 'card';
        return texts.length === 0
            ? markup_nothing
            : html `<div class="${style}" id="${kind}"><h3>${title}</h3><ul>${texts.map((text) => html `<li>${text}</li>`)}</ul></div>`;
    })}`;
}
function thresholds(report) {
    const rows = (0,outline/* loadDataOf */.oP)(report)?.thresholds ?? [];
    if (rows.length === 0)
        return markup_nothing;
    const row = ({ text, observed, verdict }) => html `<tr><td class="n v-${verdict}">${outline/* signs */.rf[verdict]} ${verdict}</td><td><code>${text}</code></td><td>${observed}</td></tr>`;
    return html `<div class="card"><table><thead><tr><th></th><th>threshold</th><th>observed</th></tr></thead><tbody>${rows.map(row)}</tbody></table></div>`;
}
function manifestFindings(report) {
    const diagnostics = (0,outline/* lintDataOf */.dg)(report)?.diagnostics ?? [];
    if (diagnostics.length === 0)
        return markup_nothing;
    const { shown, left } = (0,outline/* firstOf */.Ku)(diagnostics, 500);
    const colour = { error: 'v-fail', warning: 'v-inconclusive', note: 'v-skipped' };
    return html `<h2>Findings in the manifests</h2><div class="card scroll"><table><thead><tr><th>severity</th><th>place</th><th>finding</th></tr></thead><tbody>${shown.map(({ severity, at, rule, message, remediation }) => html `<tr><td class="n ${colour[severity]}">${severity}</td><td><code>${(0,domain_location/* describeLocation */.l)(at)}</code></td><td>${message} <code>${rule}</code><p class="do">${remediation}</p></td></tr>`)}</tbody></table>${left === 0 ? markup_nothing : html `<p>\u2026 and ${left} more in report.sarif.</p>`}</div>`;
}
function subjectCard({ subject }) {
    const images = Object.entries(subject.images).map(([image, digest]) => html `<tr><td>image <code>${image}</code></td><td><code>${digest}</code></td></tr>`);
    return html `<h2>What the evidence is about</h2><div class="card"><table><tbody><tr><td>commit</td><td><code>${subject.commit}</code></td></tr><tr><td>manifests</td><td><code>${subject.manifests}</code></td></tr>${images}</tbody></table></div>`;
}

;// CONCATENATED MODULE: ./lib/reports/html/style.js
/** The whole style of the page. Colours come in pairs for light and dark, with at least 4.5 : 1 against their ground. */
const style = `
:root { color-scheme: light dark;
  --ground: light-dark(#f6f7f9, #101418); --card: light-dark(#ffffff, #181e25); --ink: light-dark(#16202b, #e6ebf1);
  --soft: light-dark(#55636f, #9fb0c0); --line: light-dark(#dfe4ea, #2b3540);
  --pass: light-dark(#17713a, #5fd38d); --fail: light-dark(#b3261e, #ff8f85); --inconclusive: light-dark(#8a5a00, #f2c14e);
  --passbg: light-dark(#e6f5ec, #12301f); --failbg: light-dark(#fdecea, #3b1714); --inconclusivebg: light-dark(#fff4dc, #35270a);
  --load: light-dark(#0b6bcb, #6cb6ff); --replicas: light-dark(#17713a, #5fd38d); --predicted: light-dark(#a3459b, #e79be0);
  --cpu: light-dark(#b45309, #f5a55a); --shade: light-dark(#0b6bcb0d, #6cb6ff14); }
* { box-sizing: border-box; }
body { margin: 0; background: var(--ground); color: var(--ink); font: 15px/1.55 system-ui, -apple-system, "Segoe UI", Roboto, sans-serif; }
main { max-width: 1120px; margin: 0 auto; padding: 24px 20px 64px; }
h1 { font-size: 30px; line-height: 1.2; margin: 0 0 6px; letter-spacing: -.01em; }
h2 { font-size: 20px; margin: 40px 0 12px; letter-spacing: -.005em; }
h3 { font-size: 16px; margin: 0; }
p { margin: 6px 0; }
code, .mono { font: 12.5px/1.5 ui-monospace, SFMono-Regular, Menlo, Consolas, monospace; overflow-wrap: anywhere; }
.banner { border-radius: 14px; padding: 26px 28px; border: 1px solid; }
.banner .why { font-size: 17px; margin: 0; max-width: 70ch; overflow-wrap: anywhere; }
.banner .meta { color: var(--soft); margin: 14px 0 0; font-size: 13.5px; }
.banner .changed { margin: 12px 0 0; font-size: 13.5px; } .banner .changed a { color: inherit; }
.promote, .pass-card { background: var(--passbg); border-color: var(--pass); }
.reject, .fail-card { background: var(--failbg); border-color: var(--fail); }
.inconclusive, .inconclusive-card { background: var(--inconclusivebg); border-color: var(--inconclusive); }
.word { color: var(--pass); } .reject .word { color: var(--fail); } .inconclusive .word { color: var(--inconclusive); }
.cards { display: grid; grid-template-columns: repeat(3, 1fr); gap: 12px; margin-top: 20px; }
.tile { background: var(--card); border: 1px solid var(--line); border-left: 4px solid var(--line); border-radius: 10px; padding: 12px 14px; text-decoration: none; color: inherit; display: block; }
.tile.t-pass { border-left-color: var(--pass); } .tile.t-fail { border-left-color: var(--fail); } .tile.t-inconclusive { border-left-color: var(--inconclusive); }
.tile b { display: block; font-weight: 600; line-height: 1.3; } .tile span { font-size: 13.5px; }
.v-pass { color: var(--pass); } .v-fail { color: var(--fail); } .v-inconclusive { color: var(--inconclusive); } .v-skipped { color: var(--soft); }
.card { background: var(--card); border: 1px solid var(--line); border-radius: 12px; padding: 16px 18px; margin: 12px 0; }
.scroll { overflow-x: auto; }
table { border-collapse: collapse; width: 100%; font-size: 14px; }
th { text-align: left; color: var(--soft); font-weight: 500; font-size: 12.5px; }
th, td { padding: 7px 10px 7px 0; border-bottom: 1px solid var(--line); vertical-align: top; overflow-wrap: anywhere; }
tr:last-child td { border-bottom: 0; }
td.n { white-space: nowrap; font-variant-numeric: tabular-nums; }
.do { color: var(--ink); font-weight: 500; } .do::before { content: "\u2192 "; color: var(--soft); }
.note { border-left: 4px solid var(--inconclusive); }
ul { margin: 6px 0; padding-left: 20px; }
details > summary { cursor: pointer; } details[open] > summary { margin-bottom: 8px; }
summary:focus-visible, a:focus-visible { outline: 3px solid var(--load); outline-offset: 2px; border-radius: 6px; }
.requirement > summary { display: flex; gap: 12px; align-items: baseline; list-style: none; } .requirement > summary::-webkit-details-marker { display: none; }
.requirement > summary::after { content: "+"; margin-left: auto; color: var(--soft); font-size: 18px; line-height: 1; } .requirement[open] > summary::after { content: "\u2013"; }
svg { display: block; width: 100%; height: auto; } svg text { font: 11.5px system-ui, sans-serif; fill: var(--soft); } svg .strong { fill: var(--ink); font-weight: 600; } svg .ink { fill: var(--ink); }
.grid { stroke: var(--line); stroke-width: 1; } .axis { stroke: var(--soft); stroke-width: 1; }
.limit { stroke: var(--soft); stroke-width: 1; stroke-dasharray: 2 4; }
.l-load { stroke: var(--load); } .l-replicas { stroke: var(--replicas); } .l-predicted { stroke: var(--predicted); } .l-cpu { stroke: var(--cpu); } .l-bad { stroke: var(--fail); }
.series { fill: none; stroke-width: 2; stroke-linejoin: round; } .series.l-predicted { stroke-width: 7; opacity: .38; } .area { fill: var(--load); opacity: .12; } .shade { fill: var(--shade); }
.k-load { color: var(--load); } .k-replicas { color: var(--replicas); } .k-predicted { color: var(--predicted); } .k-cpu { color: var(--cpu); } .k-bad { color: var(--fail); }
.legend { display: flex; flex-wrap: wrap; gap: 6px 20px; font-size: 13.5px; margin: 2px 0 8px; } .legend i { display: inline-block; width: 22px; height: 0; border-top: 3px solid currentColor; vertical-align: middle; margin-right: 7px; } .legend .k-predicted i { border-top-width: 7px; opacity: .45; border-radius: 3px; } .legend span span { color: var(--ink); }
.b-pass { fill: var(--pass); } .b-fail { fill: var(--fail); } .b-inconclusive { fill: var(--inconclusive); }
.n-primary { fill: var(--load); } .n-replica { fill: var(--card); stroke: var(--load); stroke-width: 2; } .n-ill { fill: var(--failbg); stroke: var(--fail); stroke-width: 3; } .link { stroke: var(--line); stroke-width: 2; }
svg .on { fill: var(--card); font-weight: 700; }
footer { color: var(--soft); font-size: 13px; margin-top: 40px; }
@media (max-width: 760px) { .cards { grid-template-columns: 1fr; } h1 { font-size: 25px; } }
@media print { body { background: #fff; } .card, .banner { break-inside: avoid; } details > *:not(summary) { display: block; } }
`;

;// CONCATENATED MODULE: ./lib/reports/html/scale.js
function scaleOf(domain, range) {
    const [low, high] = domain;
    const [from, to] = range;
    const factor = (to - from) / (high - low || 1);
    return (value) => Math.round((from + (value - low) * factor) * 10) / 10;
}
/** Round numbers from 0 up to `top`, about `count` of them: 1, 2 or 5 times a power of ten apart. */
function ticksOf(top, count) {
    const rough = Math.max(top, 1e-9) / count;
    const power = 10 ** Math.floor(Math.log10(rough));
    const step = ([1, 2, 5, 10].find((factor) => factor * power >= rough) ?? 10) * power;
    return Array.from({ length: Math.floor(top / step + 1e-9) + 1 }, (_, i) => Math.round(i * step * 1000) / 1000);
}
/** Seconds between marks of a time axis, in steps that people read without reckoning. */
function secondsBetween(total) {
    return [1, 2, 5, 10, 15, 30, 60, 120, 300, 600, 1800, 3600].find((step) => total / step <= 12) ?? 7200;
}

;// CONCATENATED MODULE: ./lib/reports/html/time-picture.js



const [left, right, row] = [110, 1040, 34];
/** Where the time went: each stage where it began and as long as it took, so that what ran side by side is seen to. */
function timeFigure({ stages, startedAt, durationMs }) {
    const begin = Date.parse(startedAt);
    const bars = stages.map((stage) => ({ ...stage, from: Math.max(0, Date.parse(stage.startedAt) - begin || 0) }));
    const end = Math.max(durationMs, 1, ...bars.map(({ from, durationMs: ms }) => from + ms));
    const x = scaleOf([0, end], [left, right]);
    const step = secondsBetween(end / 1000);
    const marks = Array.from({ length: Math.floor(end / 1000 / step) + 1 }, (_, i) => i * step);
    const height = bars.length * row + 40;
    const said = bars.map(({ stage, durationMs: ms }) => `${stage} ${(0,outline/* spoken */.vg)(ms)}`).join(', ');
    return html `<div class="card"><div class="scroll"><svg viewBox="0 0 1060 ${height}" role="img" aria-labelledby="tm-t tm-d" style="min-width:640px">
<title id="tm-t">Where the time went</title><desc id="tm-d">${said}; ${(0,outline/* spoken */.vg)(durationMs)} in all.</desc>
${marks.map((second) => html `<line class="grid" x1="${x(second * 1000)}" x2="${x(second * 1000)}" y1="6" y2="${height - 26}"/><text x="${x(second * 1000)}" y="${height - 8}" text-anchor="middle">${second} s</text>`)}
${bars.map((bar, i) => drawnBar(bar, 10 + i * row, x))}
</svg></div></div>`;
}
function drawnBar({ stage, verdict, from, durationMs }, y, x) {
    const [start, length] = [x(from), Math.max(3, x(from + durationMs) - x(from))];
    const outside = start + length + 70 < right;
    const label = outside
        ? html `<text class="ink" x="${start + length + 8}" y="${y + 15}">${(0,outline/* spoken */.vg)(durationMs)}</text>`
        : html `<text class="on" x="${start + length - 8}" y="${y + 15}" text-anchor="end">${(0,outline/* spoken */.vg)(durationMs)}</text>`;
    return html `<text class="strong" x="${left - 12}" y="${y + 15}" text-anchor="end">${stage}</text><rect class="b-${verdict}" x="${start}" y="${y}" width="${length}" height="21" rx="4"/>${label}`;
}

;// CONCATENATED MODULE: ./lib/reports/html/timeline.js



const width = 1060;
const [timeline_left, timeline_right] = [52, 1030];
const [upper, lower] = [22, 546];
function panelsOf({ minReplicas, maxReplicas, targetCpuPercent }) {
    const limits = [
        { value: maxReplicas, label: `maximum ${maxReplicas}` },
        { value: minReplicas, label: `minimum ${minReplicas}` },
    ];
    const target = targetCpuPercent === null ? [] : [{ value: targetCpuPercent, label: `target ${targetCpuPercent} %` }];
    return [
        {
            title: 'Arrivals a second',
            top: 54,
            height: 110,
            limits: [],
            lines: [
                { style: 'l-load', value: (point) => point.rate, stepped: false, filled: true },
                { style: 'l-bad', value: (point) => (point.bad === 0 ? null : point.bad), stepped: false },
            ],
        },
        {
            title: 'Replicas',
            top: 212,
            height: 150,
            limits,
            lines: [
                { style: 'l-predicted', value: (point) => point.predictedReplicas, stepped: true },
                { style: 'l-replicas', value: (point) => point.readyReplicas, stepped: true },
            ],
        },
        {
            title: 'CPU, % of the request',
            top: 412,
            height: 120,
            limits: target,
            lines: [
                { style: 'l-predicted', value: (point) => point.predictedCpuPercent, stepped: false },
                { style: 'l-cpu', value: (point) => point.cpuPercent, stepped: false },
            ],
        },
    ];
}
/** Load, replicas and CPU over one time axis, observed and predicted. Empty where there is nothing to draw. */
function timelineFigure(data) {
    const { points, phases, autoscaler } = data;
    const end = points.at(-1)?.ms ?? 0;
    if (points.length < 2 || end <= 0)
        return markup_nothing;
    const x = scaleOf([0, end], [timeline_left, timeline_right]);
    const panels = panelsOf(data);
    return html `<div class="card"><div class="legend">${legend(data)}</div><div class="scroll">
<svg viewBox="0 0 ${width} 572" role="img" aria-labelledby="tl-t tl-d" style="min-width:720px">
<title id="tl-t">Load, replicas and CPU over time</title>
<desc id="tl-d">${described(data)} (${autoscaler})</desc>
${joined(phases).map(({ name, fromMs, toMs }, i) => phaseBand(name, x(Math.max(0, fromMs)), x(Math.min(toMs, end)), i))}
${panels.map((panel) => drawnPanel(panel, points, x))}
${timeAxis(end, x)}
</svg></div>${decisionTable(data)}${timeline_asTable(data)}</div>`;
}
function legend({ points }) {
    const entry = (style, label) => html `<span class="${style}"><i></i><span>${label}</span></span>`;
    const predicted = points.some((point) => point.predictedReplicas !== null || point.predictedCpuPercent !== null);
    return [
        entry('k-load', 'arrivals intended'),
        ...(points.some(({ bad }) => (bad ?? 0) > 0) ? [entry('k-bad', 'bad answers')] : []),
        entry('k-replicas', 'replicas Ready'),
        entry('k-cpu', 'CPU observed'),
        ...(predicted ? [entry('k-predicted', 'predicted by the shadow HPA')] : []),
    ];
}
const largest = (points, value) => points.reduce((top, point) => Math.max(top, value(point) ?? 0), 0);
function described({ points, minReplicas, maxReplicas }) {
    const rate = Math.round(largest(points, (point) => point.rate));
    const replicas = largest(points, (point) => point.readyReplicas);
    return `Up to ${rate} arrivals a second; up to ${replicas} replicas Ready, between a minimum of ${minReplicas} and a maximum of ${maxReplicas}.`;
}
/** Neighbours of one name are one phase to the eye. */
function joined(phases) {
    const whole = [];
    for (const phase of phases) {
        const last = whole.at(-1);
        if (last?.name === phase.name)
            whole[whole.length - 1] = { ...last, toMs: phase.toMs };
        else
            whole.push(phase);
    }
    return whole;
}
/** Width of a letter of the labels, about. */
const letter = 6.2;
/** A band that is too narrow for its name shows none; the evidence has it. */
function phaseBand(name, from, to, index) {
    const room = Math.max(0, to - from);
    const band = index % 2 === 1
        ? html `<rect class="shade" x="${from}" y="${upper}" width="${room}" height="${lower - upper}"/>`
        : markup_nothing;
    const label = name.length * letter > room ? markup_nothing : html `<text x="${from + 4}" y="14">${name}</text>`;
    return html `${band}${label}`;
}
function drawnPanel({ title, top, height, lines, limits }, points, x) {
    const most = Math.max(1, ...lines.map(({ value }) => largest(points, value)), ...limits.map(({ value }) => value));
    const y = scaleOf([0, most * 1.05], [top + height, top]);
    const marks = ticksOf(most, 4).map((tick) => html `<line class="grid" x1="${timeline_left}" x2="${timeline_right}" y1="${y(tick)}" y2="${y(tick)}"/><text x="${timeline_left - 8}" y="${y(tick) + 4}" text-anchor="end">${tick}</text>`);
    const bounds = limits.map(({ value, label }) => html `<line class="limit" x1="${timeline_left}" x2="${timeline_right}" y1="${y(value)}" y2="${y(value)}"/><text x="${timeline_right - 4}" y="${y(value) - 5}" text-anchor="end">${label}</text>`);
    return html `<text class="strong" x="${timeline_left}" y="${top - 8}">${title}</text>${marks}${bounds}${lines.map((line) => drawnLine(line, points, x, y))}`;
}
/** Gaps stay gaps: where nothing was seen, nothing is drawn. A lone gap of a second or two is bridged by the next look. */
function drawnLine({ style, value, stepped, filled }, points, x, y) {
    const seen = points.flatMap((point) => {
        const found = value(point);
        return found === null ? [] : [{ ms: point.ms, at: found }];
    });
    if (seen.length === 0)
        return markup_nothing;
    const path = seen.map(({ ms, at }, i) => {
        const gap = i > 0 && ms - (seen[i - 1]?.ms ?? ms) > 5000;
        if (i === 0 || gap)
            return `M${x(ms)} ${y(at)}`;
        return stepped ? `H${x(ms)}V${y(at)}` : `L${x(ms)} ${y(at)}`;
    });
    const [first, last] = [seen[0]?.ms ?? 0, seen.at(-1)?.ms ?? 0];
    const area = filled
        ? html `<path class="area" d="${path.join('')}L${x(last)} ${y(0)}L${x(first)} ${y(0)}Z"/>`
        : markup_nothing;
    return html `${area}<path class="series ${style}" d="${path.join('')}"/>`;
}
function timeAxis(end, x) {
    const step = secondsBetween(end / 1000);
    const marks = Array.from({ length: Math.floor(end / 1000 / step) + 1 }, (_, i) => i * step);
    return html `<line class="axis" x1="${timeline_left}" x2="${timeline_right}" y1="${lower}" y2="${lower}"/>${marks.map((second) => html `<text x="${x(second * 1000)}" y="${lower + 18}" text-anchor="middle">${second} s</text>`)}`;
}
/** The same figures as rows, for those who do not see the drawing: every change of the replicas. */
function timeline_asTable({ points }) {
    const changes = points
        .filter((point, i) => i === 0 || point.readyReplicas !== points[i - 1]?.readyReplicas)
        .slice(0, 100);
    const shown = (value, unit = '') => value === null ? 'not seen' : `${Math.round(value)}${unit}`;
    return html `<details><summary>Every change of the replicas as a table</summary><div class="scroll"><table>
<thead><tr><th>after</th><th>Ready</th><th>HPA asks</th><th>predicted</th><th>arrivals a second</th><th>CPU</th></tr></thead><tbody>${changes.map((point) => html `<tr><td class="n">${shown(point.ms / 1000, ' s')}</td><td>${shown(point.readyReplicas)}</td><td>${shown(point.desiredReplicas)}</td><td>${shown(point.predictedReplicas)}</td><td>${shown(point.rate)}</td><td>${shown(point.cpuPercent, ' %')}</td></tr>`)}</tbody></table></div></details>`;
}

;// CONCATENATED MODULE: ./lib/reports/html/page.js








/**
 * One page that needs nothing else: no script, no font, no picture from elsewhere, and a policy that forbids them, so
 * that it can be opened from an artifact, offline, years later.
 */
function renderHtml(report) {
    const [load, redis] = [(0,outline/* loadDataOf */.oP)(report), (0,outline/* redisDataOf */.F0)(report)];
    const page = html `<!doctype html>
<html lang="en"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width, initial-scale=1">
<meta http-equiv="Content-Security-Policy" content="default-src 'none'; style-src 'unsafe-inline'; base-uri 'none'; form-action 'none'">
<meta name="referrer" content="no-referrer"><title>${report.decision}: ${report.service} \u00b7 Scale Gate</title>
<style>${{ markup: style }}</style></head><body><main>
${banner(report)}${tiles(report)}${inabilities(report)}
${load === undefined ? markup_nothing : html `<h2>Load and replicas</h2>${timelineFigure(load)}${predictionTable(load)}${thresholds(report)}`}
<h2>The evidence, by requirement</h2>${requirementCards(report)}
${redis === undefined ? markup_nothing : html `<h2>Redis Cluster</h2>${redisFigure(redis)}`}
<h2>Where the time went</h2>${timeFigure(report)}${notes(report)}
${manifestFindings(report)}${subjectCard(report)}
<footer>Written by Scale Gate ${report.version}. No evidence, no pass.</footer>
</main></body></html>
`;
    return page.markup;
}

// EXTERNAL MODULE: ./lib/reports/json.js
var json = __webpack_require__(2689);
// EXTERNAL MODULE: ./lib/reports/junit.js
var junit = __webpack_require__(7523);
// EXTERNAL MODULE: ./lib/reports/sarif.js
var sarif = __webpack_require__(3822);
;// CONCATENATED MODULE: ./lib/entry/report-files.js










const timelineName = 'timeline.jsonl';
/** Where the load stage keeps its timeline; undefined where it is not asked for. */
function timelinePath({ reports }, folder) {
    return reports.formats.includes('timeline') ? external_node_path_.resolve(folder, reports.folder, timelineName) : undefined;
}
const report_files_forms = {
    json: { file: 'report.json', render: json.renderJson },
    html: { file: 'report.html', render: renderHtml },
    summary: { file: 'summary.md', render: (report) => renderSummary(report) },
    junit: { file: 'junit.xml', render: junit.renderJunit },
    sarif: { file: 'lint.sarif', render: sarif.renderSarif },
    comment: { file: 'comment.md', render: (report) => renderComment(report, { key: report.service }) },
};
/** Writes the reports that were asked for, and gives their paths. The report has to be redacted before. */
async function writeReports(report, folder, formats) {
    try {
        await (0,promises_.mkdir)(folder, { recursive: true });
        const paths = formats.map((format) => format === 'timeline' ? keptTimeline(report, folder) : rendered(report_files_forms[format], report, folder));
        return (await Promise.all(paths)).flat();
    }
    catch (cause) {
        throw new domain_error/* GateError */.ue('PUBLISH_FAILED', `reports cannot be written to ${folder}: ${cause instanceof Error ? cause.message : String(cause)}`, { hint: 'Name a folder that can be written to with `reports-folder`.', cause });
    }
}
async function rendered({ file, render }, report, folder) {
    const target = external_node_path_.join(folder, file);
    await (0,promises_.writeFile)(target, render(report));
    return [target];
}
/** The load stage's own file. One that an earlier run left is no evidence of this one, and goes. */
async function keptTimeline({ stages }, folder) {
    const target = external_node_path_.join(folder, timelineName);
    if (!stages.some(({ stage }) => stage === 'load'))
        await (0,promises_.rm)(target, { force: true });
    return (0,external_node_fs_.existsSync)(target) ? [target] : [];
}

;// CONCATENATED MODULE: ./lib/entry/run-facts.js


async function run_facts_subjectOf(host, { lint, release, earlier = [] }) {
    return {
        commit: await host.commit(),
        manifests: (0,service_facts/* manifestsDigest */.n)(lint?.manifests ?? []),
        // Whoever deploys nothing sees no image; the jobs that did have seen them.
        images: release?.images ?? Object.assign({}, ...earlier.map(({ report }) => report.subject.images)),
    };
}
/** The stages of this run itself: over reports of earlier jobs only what judges, for which no cluster is needed. */
function stagesToRun(spec, { earlier = [] }) {
    const required = requiredStages(spec);
    return earlier.length === 0 ? required : required.filter((name) => name === 'lint' || name === 'promote');
}
/** What earlier jobs found out, as the stage promote takes it. A job that deployed nothing says nothing of images. */
function collectedEarlier({ earlier = [] }, subject) {
    return earlier.map(({ file, report }) => {
        const stages = report.stages.filter(({ stage }) => stage !== 'promote');
        const deployed = stages.some(({ stage }) => stage === 'deploy');
        return { source: file, stages, subject: deployed ? report.subject : { ...report.subject, images: subject.images } };
    });
}
/** Stages without whose pass there is no promotion: those that were asked for and are not switched off. */
function requiredStages({ stages, redis, load }) {
    return domain_stage/* stageNames */.h.filter((name) => stages.includes(name) &&
        !(name === 'redis' && redis.mode === 'off') &&
        !(name === 'load' && load.profile === 'off'));
}

// EXTERNAL MODULE: ./lib/entry/specs.js
var specs = __webpack_require__(3648);
// EXTERNAL MODULE: ./lib/autoscaler/clocks.js
var autoscaler_clocks = __webpack_require__(5868);
// EXTERNAL MODULE: ./lib/autoscaler/hpa.js + 1 modules
var hpa = __webpack_require__(2901);
// EXTERNAL MODULE: ./lib/stages/redis/behaviour-words.js
var behaviour_words = __webpack_require__(3152);
// EXTERNAL MODULE: ./lib/stages/redis/spec.js
var redis_spec = __webpack_require__(7268);
;// CONCATENATED MODULE: ./lib/entry/trial-specs.js






/** More requests in flight than this, and the generator measures its own queue. */
const maxInFlight = 2000;
function redisSpec({ redis }, namespace) {
    const { mode, shards, replicasPerShard, image, name, authSecret, authKey, storage, probeImage, timeoutSeconds } = redis;
    return {
        ...redis_spec/* defaultRedisSpec */.Sn,
        mode,
        shards,
        replicasPerShard,
        namespace,
        name,
        image,
        probeImage,
        auth: authSecret === undefined ? undefined : { secret: authSecret, key: authKey },
        storage,
        timeoutSeconds,
        // A cluster that is taken as it is changes in nothing unless that is asked for.
        behaviours: (0,behaviour_words/* parseBehaviours */.C)(redis.behaviour ?? (mode === 'create' ? 'quick' : 'none')),
        appOptions: clientOptions(redis.clientOptions),
        // What nobody declared is a finding in a cluster that is taken as it is; ours gets the default.
        maxmemoryPolicy: redis.maxmemoryPolicy ?? (mode === 'create' ? redis_spec/* defaultRedisSpec */.Sn.maxmemoryPolicy : undefined),
        requireFullCoverage: redis.requireFullCoverage,
        nodeTimeoutMs: redis.nodeTimeoutMs,
        tls: redis.tlsSecret,
        budgets: redisBudgets(redis),
    };
}
function redisBudgets(redis) {
    return {
        maxPlannedFailoverMs: redis.maxPlannedFailoverMs,
        maxFailoverMs: redis.maxFailoverMs,
        maxLostAcks: redis.maxLostAcks,
        maxLostWaitedAcks: redis.maxLostWaitedAcks,
        maxPartitionLostAcks: redis.maxPartitionLostAcks,
        maxErrorWindowMs: redis.maxErrorWindowMs,
        maxCollateralMs: redis.maxCollateralMs,
        maxAgreeMs: redis.maxAgreeMs,
        maxTtlDriftMs: redis.maxTtlDriftMs,
    };
}
function clientOptions(text = '{}') {
    try {
        return JSON.parse(text);
    }
    catch (error) {
        const why = error instanceof Error ? error.message : String(error);
        throw (0,domain_error/* invalidInput */.aY)([`redis-client-options is no JSON: ${why}`], 'Write it as {"maxRedirections": 200}.');
    }
}
function loadSpec({ load }, facts, cluster, namespace, folder, comparison = null) {
    const autoscaler = autoscalerOf(facts);
    return {
        target: { namespace, name: autoscaler.name },
        traffic: trafficOf(load, facts, cluster),
        mode: load.engine === 'k6' ? 'script' : load.profile === 'fixed' ? 'fixed' : 'prove',
        script: scriptOf(load, load.host ?? facts.ingressHost ?? null, cluster, folder),
        from: load.from ?? null,
        to: load.to ?? null,
        rate: load.rate ?? null,
        maxRate: load.maxRate ?? 3000,
        rampSeconds: load.rampSeconds,
        durationSeconds: load.durationSeconds,
        idleSeconds: load.idleSeconds,
        thresholds: load.thresholds,
        scaleDown: load.scaleDown,
        timeoutSeconds: load.timeoutSeconds,
        clocks: clocksOf(cluster),
        // Said once, by the stage that shortened them.
        modified: [],
        setup: setupOf(cluster),
        writtenDownWindowSeconds: autoscaler.downWindowSeconds,
        comparison,
    };
}
function autoscalerOf({ autoscalers }) {
    const [first] = autoscalers;
    if (first !== undefined)
        return first;
    throw new domain_error/* GateError */.ue('LOAD_FAILED', 'there is no HorizontalPodAutoscaler in the manifests, so there is no autoscaling to prove', {
        hint: 'Add one, or switch the stage off with `load-profile: off`.',
    });
}
function trafficOf(load, facts, cluster) {
    return {
        origin: cluster.ingress,
        protocol: 'http/1.1',
        host: load.host ?? facts.ingressHost ?? null,
        ca: null,
        insecure: false,
        scenarios: scenariosOf(load),
        arrivals: 'even',
        seed: 1,
        maxInFlight,
        // Enough for a stalled server: an open model does not wait for a free connection.
        connections: 512,
        connectionMaxAgeMs: 10_000,
        timeoutMs: 10_000,
        podHeader: null,
        abort: { errorRate: 0.5, windowSeconds: 10, minRequests: 200 },
    };
}
/** k6 reads the same words as our generator: where to, and under which host. */
function scriptOf({ engine, k6Script }, host, cluster, folder) {
    if (engine !== 'k6' || k6Script === undefined)
        return null;
    const env = { BASE_URL: cluster.ingress, ...(host === null ? {} : { HOST: host }) };
    return { script: external_node_path_.resolve(folder, k6Script), env };
}
function scenariosOf({ scenarios, method, path, headers, body }) {
    const given = scenarios.length > 0
        ? scenarios
        : [{ name: 'default', method, path, headers, ...(body === undefined ? {} : { body }) }];
    return given.map((one) => ({
        name: one.name,
        weight: ('weight' in one ? one.weight : undefined) ?? 1,
        requests: [
            {
                method: one.method ?? 'GET',
                path: one.path,
                headers: one.headers ?? {},
                body: one.body ?? null,
                extract: [],
                expectStatus: null,
            },
        ],
        cookies: true,
        data: [],
    }));
}
function clocksOf({ clocks }) {
    if (clocks === undefined)
        return autoscaler_clocks/* productionClocks */.jj;
    return {
        ...autoscaler_clocks/* productionClocks */.jj,
        syncPeriodSeconds: clocks.syncPeriodSeconds,
        metricResolutionSeconds: clocks.metricResolutionSeconds,
        downscaleStabilizationSeconds: clocks.downscaleStabilizationSeconds,
        cpuInitializationPeriodSeconds: clocks.cpuInitializationSeconds,
        housekeepingSeconds: clocks.housekeepingSeconds,
    };
}
function setupOf({ clocks }) {
    if (clocks === undefined)
        return hpa/* defaultSetup */.l5;
    const { downscaleStabilizationSeconds, cpuInitializationSeconds: cpuInitializationPeriodSeconds } = clocks;
    return {
        ...hpa/* defaultSetup */.l5,
        flags: { ...hpa/* defaultSetup */.l5.flags, downscaleStabilizationSeconds, cpuInitializationPeriodSeconds },
    };
}

;// CONCATENATED MODULE: ./lib/entry/parts.js













/** The stages of a run with their specs; what one finds out is the spec of the next. */
class GateParts {
    provision;
    deploy;
    redis;
    load;
    promote;
    #spec;
    #host;
    #wiring;
    #secrets;
    #seen;
    #namespace;
    #before;
    constructor(spec, host, wiring, secrets, seen) {
        this.#spec = spec;
        this.#host = host;
        this.#wiring = wiring;
        this.#secrets = secrets;
        this.#seen = seen;
        this.#namespace = spec.namespace ?? 'default';
        const on = stagesToRun(spec, seen);
        this.provision = on.includes('provision') ? (lint, onUsable) => this.#provision(lint, onUsable) : undefined;
        this.deploy = on.includes('deploy') ? (lint, cluster) => this.#deploy(lint, cluster) : undefined;
        this.redis = on.includes('redis') ? (cluster) => this.#redis(cluster) : undefined;
        this.load = on.includes('load') ? (lint, cluster) => this.#load(lint, cluster) : undefined;
        this.promote = on.includes('promote') ? (stages, _, release) => this.#promote(stages, release) : undefined;
    }
    /** Where the service goes; known for sure when lint has read its manifests. */
    get namespace() {
        return this.#namespace;
    }
    lint() {
        const shape = this.provision === undefined ? undefined : (0,lint_policy/* clusterShape */.CD)(this.#spec);
        const seconds = this.load === undefined ? undefined : (0,lint_policy/* loadSeconds */.mr)(this.#spec);
        const spec = {
            ...(0,specs/* lintSpec */.FP)(this.#spec, this.#host.folder, this.#namespace),
            ...(shape === undefined ? {} : { cluster: shape }),
            ...(seconds === undefined ? {} : { loadSeconds: seconds }),
        };
        const prepared = prepare(this.#wiring.lint(this.#namespace), spec, ({ diagnostics }) => ({ diagnostics }));
        const seen = parts_after(prepared, ({ output }) => {
            this.#seen.lint = output;
            this.#namespace = (0,specs/* namespaceOf */.N6)(this.#spec, factsOf(output), this.#host.folder);
        });
        return this.load !== undefined && hasBaseline(this.#spec) ? this.#withBaseline(seen) : seen;
    }
    /** The baseline is read before there is a cluster: what cannot be compared is said before it costs minutes. */
    #withBaseline(lint) {
        const run = async (context) => {
            const { baseline } = this.#spec.load;
            const paths = baseline && (0,manifest_folders/* manifestPaths */.U)(external_node_path_.resolve(this.#host.folder, baseline), this.#spec.manifests);
            const result = await lint.run(context);
            this.#before = paths ? await this.#wiring.manifests(paths, this.#namespace, context.signal) : undefined;
            requireWorkload(result.output.manifests, this.#before);
            return result;
        };
        return { ...lint, run };
    }
    prepare(cluster, context) {
        return this.#wiring.prepareNamespace(cluster, this.#namespace, this.#secrets, context);
    }
    #provision(lint, onUsable) {
        const { cluster } = this.#spec;
        if (cluster.mode === 'existing') {
            return prepare(this.#wiring.attach(onUsable), {
                cluster: existingCluster(cluster, this.#host.env),
                timeoutSeconds: cluster.timeoutSeconds,
            });
        }
        const scratch = external_node_path_.join(this.#host.scratch, this.#host.run);
        const config = readKindConfig(cluster.kindConfig, this.#host.folder);
        const prepared = prepare(this.#wiring.provision(onUsable), (0,specs/* provisionSpec */.vA)(this.#spec, this.#host.run, scratch, factsOf(lint), config));
        return { ...prepared, run: (context) => this.#wiring.privateFolder().then(() => prepared.run(context)) };
    }
    #deploy(lint, cluster) {
        const prepared = prepare(this.#wiring.deploy(), (0,specs/* deploySpec */.hg)(this.#spec, lint, factsOf(lint), cluster, this.#namespace));
        return parts_after(prepared, ({ output }) => {
            this.#seen.release = output;
        });
    }
    #redis(cluster) {
        const run = async (context) => (await this.#wiring.redis(cluster)).run(redisSpec(this.#spec, this.#namespace), context);
        return { name: 'redis', run, data: redisData };
    }
    #load(lint, cluster) {
        const { folder } = this.#host;
        const run = async (context) => {
            const stage = await this.#wiring.load(cluster, timelinePath(this.#spec, folder));
            const comparison = hasBaseline(this.#spec)
                ? comparisonSpec(this.#spec, lint.manifests, this.#before, cluster, this.#namespace)
                : null;
            return stage.run(loadSpec(this.#spec, factsOf(lint), cluster, this.#namespace, folder, comparison), context);
        };
        return { name: 'load', run, data: loadData };
    }
    #promote(stages, release) {
        const { allowModified, allowDirty } = this.#spec.promote;
        const run = async (context) => {
            const subject = await run_facts_subjectOf(this.#host, { ...this.#seen, ...(release === undefined ? {} : { release }) });
            const collected = [{ source: 'this run', subject, stages }, ...collectedEarlier(this.#seen, subject)];
            const required = requiredStages(this.#spec).filter((stage) => stage !== 'promote');
            return this.#wiring
                .promote()
                .run({ subject, collected, required, policy: { allowModified, allowDirty } }, context);
        };
        return { name: 'promote', run };
    }
}
function factsOf({ manifests }) {
    return (0,service_facts/* serviceFacts */.l)(manifests);
}
/** Looks at a stage's result before it goes on. */
function parts_after(prepared, look) {
    const run = async (context) => {
        const result = await prepared.run(context);
        look(result);
        return result;
    };
    return { ...prepared, run };
}

// EXTERNAL MODULE: external "node:crypto"
var external_node_crypto_ = __webpack_require__(7598);
;// CONCATENATED MODULE: ./lib/domain/secret.js
const mask = '***';
/**
 * A value that nobody prints by mistake: in a template, a log, `JSON.stringify` or `console.log` it is `***`. Whoever
 * needs it says `reveal`, which can be searched for.
 */
class Secret {
    #value;
    constructor(value) {
        this.#value = value;
    }
    reveal() {
        return this.#value;
    }
    toString() {
        return mask;
    }
    toJSON() {
        return mask;
    }
    [Symbol.toPrimitive]() {
        return mask;
    }
    [Symbol.for('nodejs.util.inspect.custom')]() {
        return mask;
    }
}

;// CONCATENATED MODULE: ./lib/entry/secrets.js





/** Reads the values of Secrets from where they come from. Throws `INPUT_INVALID` with every one that is missing. */
function readSecrets(sources, folder, env) {
    const problems = [];
    const secrets = new Map();
    for (const { name, key, from } of sources) {
        const value = secrets_read(from, folder, env);
        if (value === undefined)
            problems.push(`Secret ${name}, key ${key}: ${describeOrigin(from)}`);
        else
            secrets.set(name, { ...secrets.get(name), [key]: value });
    }
    if (problems.length > 0)
        throw (0,domain_error/* invalidInput */.aY)(problems, 'Set what is missing, or use `generate` for a value that nobody has to know.');
    return [...secrets].map(([name, entries]) => ({ name, entries }));
}
function secrets_read(from, folder, env) {
    if ('generate' in from)
        return new Secret((0,external_node_crypto_.randomBytes)(from.generate).toString('base64url').slice(0, from.generate));
    if ('env' in from)
        return given(env[from.env]);
    try {
        return given((0,external_node_fs_.readFileSync)(external_node_path_.resolve(folder, from.file), 'utf8'));
    }
    catch {
        return undefined;
    }
}
function given(value) {
    return value === undefined || value === '' ? undefined : new Secret(value);
}
function describeOrigin(from) {
    if ('env' in from)
        return `environment variable ${from.env} is not set or empty`;
    return 'file' in from ? `file ${from.file} cannot be read or is empty` : '';
}

;// CONCATENATED MODULE: ./lib/adapters/docker/machine-shell.js
const COMMAND_MS = 30_000;
/** The nodes of a kind cluster are containers: their shells are reached by `docker exec`. */
function dockerMachineShell(commands) {
    return (machine, args, signal) => commands.run('docker', ['exec', machine, ...args], { deadlineMs: COMMAND_MS, signal });
}

;// CONCATENATED MODULE: ./lib/adapters/docker/node-diagnostics.js
/** What is asked of each node, which is a container: from outside, and from within where it still runs. */
const questions = (node) => [
    ['state.json', ['inspect', '--format={{json .State}}', node]],
    ['services.log', ['exec', node, ...'journalctl --unit=kubelet --unit=containerd --no-pager --lines=400'.split(' ')]],
    ['disk.txt', ['exec', node, 'df', '-h', '/', '/var']],
];
const askMs = 8_000;
/** The nodes of a kind cluster as the container engine sees them: there is something to see when no API server answers. */
function dockerNodeDiagnostics(commands, nodes) {
    return {
        async collect(signal) {
            const asked = nodes.flatMap((node) => questions(node).map(([file, args]) => ask(commands, `nodes/${node}/${file}`, args, signal)));
            return { sources: await Promise.all(asked), secrets: [] };
        },
    };
}
async function ask(commands, name, args, signal) {
    try {
        const { exitCode, stdout, stderr } = await commands.run('docker', args, { deadlineMs: askMs, signal });
        const text = exitCode === 0 ? stdout : `docker ${args[0] ?? ''} ended with ${exitCode}: ${stderr.trim()}`;
        return { name, content: exitCode === 0 ? { text } : { missing: text } };
    }
    catch (error) {
        return { name, content: { missing: error instanceof Error ? error.message : String(error) } };
    }
}

// EXTERNAL MODULE: external "node:worker_threads"
var external_node_worker_threads_ = __webpack_require__(5919);
;// CONCATENATED MODULE: ./lib/adapters/http/generator.js


/** Room for short-lived objects, so that they are swept seldom: each sweep is a pause in the schedule. */
const resourceLimits = { maxYoungGenerationSizeMb: 64 };
function failed(message, cause) {
    return new domain_error/* GateError */.ue('LOAD_FAILED', message, { hint: 'Run again; if it stays, report it with this message.', cause });
}
/** Questions to a worker, each settled by its reply, by the worker's end or by the abort. */
function channel(worker, signal) {
    const open = new Map();
    let [count, broken] = [0, null];
    const breakAll = (error) => {
        broken ??= error;
        for (const { reject } of open.values())
            reject(broken);
        open.clear();
    };
    const onAbort = () => {
        breakAll(new domain_error/* GateError */.ue('CANCELLED', 'cancelled while sending load', { hint: 'Run the gate again.' }));
        void worker.terminate();
    };
    signal.addEventListener('abort', onAbort, { once: true });
    worker.on('error', (error) => breakAll(failed(`the load generator broke: ${String(error)}`, error)));
    worker.on('exit', (code) => breakAll(failed(`the load generator ended with ${code}`)));
    worker.on('message', ({ id, value, error }) => {
        const waiting = open.get(id);
        open.delete(id);
        if (error === undefined)
            waiting?.resolve(value);
        else
            waiting?.reject(failed(`the load generator failed: ${error}`));
    });
    if (signal.aborted)
        onAbort();
    return {
        ask: (question) => new Promise((resolve, reject) => {
            if (broken) {
                reject(broken);
                return;
            }
            const id = ++count;
            open.set(id, { resolve, reject });
            worker.postMessage({ ...question, id });
        }),
        async end() {
            signal.removeEventListener('abort', onAbort);
            await worker.terminate();
        },
    };
}
function loadRun({ ask, end }) {
    let result = null;
    const stop = async () => {
        const value = (await ask({ ask: 'stop' }));
        await end();
        return value;
    };
    return {
        async phase(name, profile) {
            await ask({ ask: 'phase', name, profile });
        },
        snapshot: async () => (await ask({ ask: 'snapshot' })),
        stop: () => (result ??= stop()),
    };
}
/**
 * The generator in a worker thread: what the main thread does never delays the schedule.
 * `thread` is the worker's first file: `thread.js` beside this file, or `dist/load-worker/index.js` of the bundles.
 */
function httpGenerator(thread) {
    return {
        async start(plan, signal) {
            if (!plan.scenarios.some(({ requests }) => requests.length > 0))
                throw failed('the load plan has no requests');
            const talk = channel(new external_node_worker_threads_.Worker(thread, { workerData: plan, resourceLimits }), signal);
            await talk.ask({ ask: 'snapshot' });
            return loadRun(talk);
        },
    };
}

;// CONCATENATED MODULE: ./lib/adapters/k6/exit-code.js
/** k6's exit codes with their meaning, the same in 1.8 and 2.2. Source: errext/exitcodes of k6. */
const meanings = {
    0: ['passed', 'every threshold held'],
    97: ['aborted', 'the cloud run failed'],
    98: ['aborted', 'the progress of the cloud run could not be read'],
    99: ['thresholds-missed', 'a threshold was crossed'],
    100: ['script-broken', 'setup took too long'],
    101: ['script-broken', 'teardown took too long'],
    102: ['aborted', 'a time-out'],
    103: ['aborted', 'the engine could not go on'],
    104: ['script-broken', 'the configuration is invalid'],
    105: ['aborted', 'somebody stopped it'],
    106: ['aborted', 'its REST API could not start'],
    107: ['script-broken', 'the script threw an exception'],
    108: ['aborted', 'the script called abort'],
    109: ['aborted', 'k6 itself crashed'],
    110: ['thresholds-missed', 'the script marked the run as failed'],
    255: ['script-broken', 'k6 could not begin with it'],
};
function meaningOf(exitCode) {
    return meanings[exitCode] ?? ['aborted', `unknown exit code ${exitCode}`];
}

;// CONCATENATED MODULE: ./lib/adapters/k6/summary.js
function summary_object(value) {
    return typeof value === 'object' && value !== null ? value : {};
}
/** `p95` of the new form and `p(95)` of the old one are the same. */
function statistic(name) {
    return name.replace(/^p(\d+(?:\.\d+)?)$/, 'p($1)');
}
function numbers(values) {
    const found = Object.entries(values).filter((entry) => typeof entry[1] === 'number');
    return Object.fromEntries(found.map(([name, value]) => [statistic(name), value]));
}
/** In `--summary-export` true means crossed; `handleSummary` and the new form say `ok` or `passed`. */
function held(state) {
    if (typeof state === 'boolean')
        return !state;
    const { ok, passed } = summary_object(state);
    return ok === true || passed === true;
}
function thresholdsOf(metric, thresholds) {
    if (Array.isArray(thresholds)) {
        return thresholds.map((each) => {
            const { source, expression, threshold } = summary_object(each);
            return { metric, expression: String(source ?? expression ?? threshold ?? ''), held: held(each) };
        });
    }
    return Object.entries(summary_object(thresholds)).map(([expression, state]) => ({ metric, expression, held: held(state) }));
}
/** `metrics` by name: `--summary-export` of 1.x and 2.x has values beside thresholds, `handleSummary` has them apart. */
function byName(metrics) {
    const entries = Object.entries(metrics).map(([name, metric]) => [name, summary_object(metric)]);
    return {
        metrics: Object.fromEntries(entries.map(([name, metric]) => [name, numbers(summary_object(metric['values'] ?? metric))])),
        thresholds: entries.flatMap(([name, metric]) => thresholdsOf(name, metric['thresholds'])),
    };
}
/** `results.metrics` as a list, without thresholds: what 1.5 and later, and 2.x, write with `--new-machine-readable-summary`. */
function asList(results) {
    const metrics = (Array.isArray(results['metrics']) ? results['metrics'] : []).map(summary_object);
    const listed = (Array.isArray(results['thresholds']) ? results['thresholds'] : []).map(summary_object);
    return {
        metrics: Object.fromEntries(metrics.map(({ name, values }) => [String(name), numbers(summary_object(values))])),
        thresholds: [
            ...metrics.flatMap(({ name, thresholds }) => thresholdsOf(String(name), thresholds)),
            ...listed.flatMap((each) => thresholdsOf(String(each['metric'] ?? ''), [each])),
        ],
    };
}
/** Null where the text is no summary of k6. */
function parseSummary(text) {
    let json;
    try {
        json = summary_object(JSON.parse(text));
    }
    catch {
        return null;
    }
    if (json['results'] !== undefined)
        return asList(summary_object(json['results']));
    return json['metrics'] === undefined ? null : byName(summary_object(json['metrics']));
}

;// CONCATENATED MODULE: ./lib/adapters/k6/script.js






async function script_read(file) {
    try {
        return parseSummary(await (0,promises_.readFile)(file, 'utf8'));
    }
    catch {
        return null;
    }
}
/** Last words of the log that say what went wrong. */
function words(stderr) {
    const lines = stderr.split('\n').filter((line) => /level=(error|fatal)|^ERRO/.test(line));
    return (lines.at(-1) ?? '').slice(0, 500);
}
/** Metrics whose thresholds were crossed, for summaries that do not tell. */
function crossed(stderr) {
    const list = /thresholds on metrics '([^']+)' have been crossed/.exec(stderr)?.[1] ?? '';
    return list
        .split(',')
        .map((name) => name.trim())
        .filter((name) => name !== '');
}
/** An iteration that throws ends there, and k6 goes on to the next one and to 0. Its log tells the exceptions (1.8, 2.2). */
function thrown(stderr) {
    return stderr.split('\n').filter((line) => /level=error .* source=stacktrace$/.test(line)).length;
}
function outcomeOf({ exitCode, stderr }) {
    const threw = exitCode === 0 ? thrown(stderr) : 0;
    return threw === 0 ? meaningOf(exitCode) : ['script-broken', `the script threw an exception ${threw} times`];
}
function resultOf(ended, summary) {
    const { exitCode, stderr } = ended;
    const [outcome, meaning] = outcomeOf(ended);
    const said = words(stderr);
    const known = summary?.thresholds ?? [];
    const unlisted = crossed(stderr).filter((metric) => !known.some((each) => each.metric === metric && !each.held));
    const failed = summary?.metrics['http_req_failed'];
    return {
        outcome,
        exitCode,
        reason: said === '' ? meaning : `${meaning}: ${said}`,
        requests: summary?.metrics['http_reqs']?.['count'] ?? null,
        failedShare: failed?.['value'] ?? failed?.['rate'] ?? null,
        metrics: summary?.metrics ?? {},
        thresholds: [...known, ...unlisted.map((metric) => ({ metric, expression: 'crossed', held: false }))],
    };
}
/**
 * Runs a user's k6 script as it is. The summary is read whatever the exit code is: k6 writes it also when thresholds
 * were crossed, and with it an exit code is told from what it stands for.
 */
function k6Script(commands, place = async () => (0,external_node_os_.tmpdir)()) {
    return {
        name: 'k6',
        async run({ script, env, deadlineMs }, signal) {
            if ((await commands.find('k6')) === undefined) {
                throw new domain_error/* GateError */.ue('TOOL_MISSING', 'k6 is not on the PATH', {
                    hint: 'Install k6, or leave load.engine out to use the built-in generator.',
                });
            }
            const folder = await (0,promises_.mkdtemp)(external_node_path_.join(await place(), 'scale-gate-k6-'));
            const summary = external_node_path_.join(folder, 'summary.json');
            try {
                const args = ['run', '--quiet', '--no-usage-report', '--no-color', '--summary-export', summary, script];
                const ended = await commands.run('k6', args, { env, deadlineMs, signal });
                return resultOf(ended, await script_read(summary));
            }
            finally {
                await (0,promises_.rm)(folder, { recursive: true, force: true });
            }
        },
    };
}

;// CONCATENATED MODULE: ./lib/adapters/kind/config.js
/** Port of the nodes to which the ingress controller's Service is bound. */
const INGRESS_NODE_PORT = 30080;
/**
 * kind's configuration: the user's own, with what the gate needs added to it. JSON is YAML, so no writer is needed.
 * The first node is the control plane; the ingress port is mapped there.
 */
function kindConfig({ nodes, hostPort, clocks, config = {} }) {
    const wanted = list(config['nodes']);
    const all = wanted.length > 0 ? wanted : defaultNodes(nodes);
    const mapping = { containerPort: INGRESS_NODE_PORT, hostPort, listenAddress: '127.0.0.1', protocol: 'TCP' };
    const merged = all.map((node, index) => ({
        ...node,
        ...(index === 0 ? { extraPortMappings: [...list(node['extraPortMappings']), mapping] } : {}),
        kubeadmConfigPatches: [
            ...strings(node['kubeadmConfigPatches']),
            ...(clocks === undefined ? [] : patches(clocks, index === 0)),
        ],
    }));
    return JSON.stringify({ ...config, kind: 'Cluster', apiVersion: 'kind.x-k8s.io/v1alpha4', nodes: merged });
}
function defaultNodes(count) {
    return Array.from({ length: count }, (_, index) => ({ role: index === 0 ? 'control-plane' : 'worker' }));
}
/** kubeadm changed the form of extra arguments between v1beta3 and v1beta4; a patch for the other version is ignored. */
function patches(clocks, controlPlane) {
    const kubelet = { 'housekeeping-interval': `${clocks.housekeepingSeconds}s` };
    const manager = {
        'horizontal-pod-autoscaler-sync-period': `${clocks.syncPeriodSeconds}s`,
        'horizontal-pod-autoscaler-downscale-stabilization': `${clocks.downscaleStabilizationSeconds}s`,
        'horizontal-pod-autoscaler-cpu-initialization-period': `${clocks.cpuInitializationSeconds}s`,
    };
    const kind = controlPlane ? 'InitConfiguration' : 'JoinConfiguration';
    return [
        { apiVersion: 'kubeadm.k8s.io/v1beta3', kind, nodeRegistration: { kubeletExtraArgs: kubelet } },
        { apiVersion: 'kubeadm.k8s.io/v1beta4', kind, nodeRegistration: { kubeletExtraArgs: pairs(kubelet) } },
        ...(controlPlane
            ? [
                {
                    apiVersion: 'kubeadm.k8s.io/v1beta3',
                    kind: 'ClusterConfiguration',
                    controllerManager: { extraArgs: manager },
                },
                {
                    apiVersion: 'kubeadm.k8s.io/v1beta4',
                    kind: 'ClusterConfiguration',
                    controllerManager: { extraArgs: pairs(manager) },
                },
            ]
            : []),
    ].map((patch) => JSON.stringify(patch));
}
function pairs(args) {
    return Object.entries(args).map(([name, value]) => ({ name, value }));
}
function list(value) {
    return Array.isArray(value) ? value.filter((item) => typeof item === 'object' && item !== null) : [];
}
function strings(value) {
    return Array.isArray(value) ? value.filter((item) => typeof item === 'string') : [];
}

// EXTERNAL MODULE: external "node:net"
var external_node_net_ = __webpack_require__(4649);
;// CONCATENATED MODULE: ./lib/adapters/kind/host-port.js


/** A port of 127.0.0.1 that the kernel says is free, or the wanted one. Throws `PORT_TAKEN`. */
function findHostPort(wanted) {
    return new Promise((resolve, reject) => {
        const server = (0,external_node_net_.createServer)();
        server.once('error', (cause) => reject(taken(wanted, cause)));
        server.listen({ host: '127.0.0.1', port: wanted ?? 0, exclusive: true }, () => {
            const address = server.address();
            server.close(() => resolve(typeof address === 'object' && address !== null ? address.port : 0));
        });
    });
}
function taken(wanted, cause) {
    return new domain_error/* GateError */.ue('PORT_TAKEN', `port ${wanted ?? 'any'} of 127.0.0.1 cannot be had: ${cause.code ?? cause.message}`, {
        hint: 'Leave `cluster-host-port` out, and a free port is chosen.',
        cause,
    });
}

;// CONCATENATED MODULE: ./lib/adapters/kind/images.js

const INSPECT_MS = 20_000;
const LOAD_MS = 300_000;
/** Which references the local engine holds, with the id of their content. */
async function localImages(commands, references, signal) {
    const found = await Promise.all(references.map(async (reference) => {
        const { exitCode, stdout } = await commands.run('docker', ['image', 'inspect', '--format', '{{.Id}}', '--', reference], { deadlineMs: INSPECT_MS, signal });
        return exitCode === 0 ? [{ reference, digest: stdout.trim() }] : [];
    }));
    return found.flat();
}
/** Streams images out of the local engine into the containerd of every node: read once, no file in between. */
async function loadImages(commands, nodes, references, signal) {
    if (references.length === 0)
        return;
    const source = { program: 'docker', args: ['save', '--', ...references] };
    const sinks = nodes.map((node) => ({
        program: 'docker',
        args: ['exec', '-i', node, 'ctr', '--namespace=k8s.io', 'images', 'import', '--all-platforms', '-'],
    }));
    const results = await commands.pipe(source, sinks, { deadlineMs: LOAD_MS, signal });
    const failed = results.find(({ exitCode }) => exitCode !== 0);
    if (failed === undefined)
        return;
    throw new domain_error/* GateError */.ue('COMMAND_FAILED', `loading ${references.join(', ')} into ${nodes.join(', ')} failed: ${failed.stderr.trim().split('\n').at(-1) ?? ''}`, {
        hint: 'Check the room on the disk (`docker system df`) and that the images are of this machine\u2019s platform.',
    });
}

;// CONCATENATED MODULE: ./lib/adapters/kind/node-image.js
const repository = 'kindest/node';
/** Pulled where the machine has no node image at all. */
const fallback = `${repository}:v1.34.4`;
/** The node image of a version, or the newest that the local engine has, so that nothing is pulled without need. */
async function chooseNodeImage(commands, version, signal) {
    const { stdout } = await commands.run('docker', ['image', 'ls', repository, '--format', '{{.Tag}}'], {
        deadlineMs: 20_000,
        signal,
    });
    const tags = stdout.split('\n').filter((tag) => /^v\d+\.\d+\.\d+$/.test(tag));
    const wanted = version === undefined ? tags : tags.filter((tag) => `${tag}.`.startsWith(`v${version.replace(/^v/, '')}.`));
    const newest = wanted.toSorted((a, b) => b.localeCompare(a, 'en', { numeric: true }))[0];
    if (newest !== undefined)
        return `${repository}:${newest}`;
    return version === undefined ? fallback : `${repository}:v${version.replace(/^v/, '')}`;
}

;// CONCATENATED MODULE: ./lib/adapters/kind/kind.js





const QUICK_MS = 20_000;
const CREATE_MS = 300_000;
/** Ephemeral clusters by kind on the local Docker engine. `kind` is the path of the program. */
function kindProvider(commands, kind, log) {
    const ask = (program, args, signal) => commands.run(program, args, { deadlineMs: QUICK_MS, signal });
    const mustTell = surely(ask);
    return {
        async preflight(signal) {
            const engine = await engineVersion(ask, signal);
            return [`Docker ${engine}`, `kind ${(await mustTell(kind, ['version', '-q'], signal)).trim()}`];
        },
        async exists(name, signal) {
            return (await mustTell(kind, ['get', 'clusters', '-q'], signal)).split('\n').includes(name);
        },
        nodeImage: (version, signal) => chooseNodeImage(commands, version, signal),
        hostPort: findHostPort,
        async create(request, signal) {
            await createCluster(commands, kind, request, signal, log);
            const told = await mustTell(kind, ['get', 'nodes', '--name', request.name, '-q'], signal);
            const nodes = told.split(/\s+/).filter((node) => node !== '');
            if (nodes.length === 0)
                throw notThere(request);
            return describe(request, nodes);
        },
        localImages: (references, signal) => localImages(commands, references, signal),
        loadImages: (nodes, references, signal) => loadImages(commands, nodes, references, signal),
        nodesTakingImages: (name, signal) => nodesTakingImages(ask, name, signal),
    };
}
/** For questions whose answer would be a lie if the program failed: no output would read as "there is none". */
function surely(ask) {
    return async (program, args, signal) => {
        const { exitCode, stdout, stderr } = await ask(program, args, signal);
        if (exitCode === 0)
            return stdout;
        const line = [program, ...args].join(' ');
        throw new domain_error/* GateError */.ue('COMMAND_FAILED', `${line} ended with ${exitCode}: ${lastLine(stderr)}`, {
            hint: 'Run it by hand, and mend what it names.',
        });
    };
}
async function nodesTakingImages(ask, name, signal) {
    const filter = [`label=io.x-k8s.kind.cluster=${name}`, 'status=running'].map((one) => `--filter=${one}`);
    const format = '--format={{.Names}} {{.Label "io.x-k8s.kind.role"}}';
    const { stdout } = await ask('docker', ['ps', ...filter, format], signal);
    const nodes = stdout.split('\n').flatMap((line) => /^(\S+) (?:control-plane|worker)$/.exec(line)?.[1] ?? []);
    const taking = await Promise.all(nodes.map((node) => ask('docker', ['exec', node, 'ctr', '--namespace=k8s.io', 'version'], signal)));
    return nodes.filter((_, index) => taking[index]?.exitCode === 0);
}
function lastLine(text) {
    return text.trim().split('\n').at(-1) ?? '';
}
async function engineVersion(ask, signal) {
    const hint = 'Install Docker Engine (or Docker Desktop), start it, and see `docker version` answer; `scale-gate lint` and `plan` need none.';
    try {
        const { exitCode, stdout, stderr } = await ask('docker', ['version', '--format', '{{.Server.Version}}'], signal);
        if (exitCode === 0 && stdout.trim() !== '')
            return stdout.trim();
        throw new domain_error/* GateError */.ue('ENGINE_MISSING', `the Docker engine does not answer: ${stderr.trim().split('\n')[0] ?? ''}`, {
            hint,
        });
    }
    catch (error) {
        if (!(error instanceof domain_error/* GateError */.ue) || error.code !== 'TOOL_MISSING')
            throw error;
        throw new domain_error/* GateError */.ue('ENGINE_MISSING', 'no container engine: `docker` is not on the PATH', { hint, cause: error });
    }
}
async function createCluster(commands, kind, request, signal, log) {
    // `--retain` would keep broken nodes; without `--wait` kind makes no promise that we would have to doubt.
    const args = [
        'create',
        'cluster',
        '--name',
        request.name,
        '--image',
        request.nodeImage,
        '--kubeconfig',
        request.kubeconfig,
        '--config',
        '-',
    ];
    const { exitCode, stderr } = await commands.run(kind, args, {
        input: kindConfig(request),
        deadlineMs: CREATE_MS,
        signal,
        onLine: (line) => log.debug(line),
    });
    if (exitCode !== 0)
        throw notCreated(request, stderr);
}
function notCreated({ name, hostPort, nodeImage }, stderr) {
    const last = stderr.trim().split('\n');
    const error = last.find((line) => line.startsWith('ERROR')) ?? last.at(-1) ?? '';
    if (/port is already allocated|address already in use/.test(stderr)) {
        return new domain_error/* GateError */.ue('PORT_TAKEN', `port ${hostPort} of 127.0.0.1 was taken while cluster "${name}" was made`, {
            hint: 'Run again, or choose another `cluster-host-port`.',
        });
    }
    if (/node\(s\) already exist for a cluster with the name/.test(stderr)) {
        return new domain_error/* GateError */.ue('CLUSTER_EXISTS', `somebody else made a kind cluster "${name}" at the same time`, {
            hint: 'Choose another `cluster-name`, or leave it out: names that are derived from the run never meet.',
        });
    }
    if (/failed to pull image|pull access denied|manifest unknown/.test(stderr)) {
        return new domain_error/* GateError */.ue('IMAGE_MISSING', `node image ${nodeImage} is not here and cannot be pulled`, {
            hint: 'Pull it, or name one that `docker images` lists with `cluster-node-image`.',
            facts: { error },
        });
    }
    return new domain_error/* GateError */.ue('CLUSTER_NOT_READY', `kind could not create cluster "${name}": ${error}`, {
        hint: 'Look at the last lines; a loaded or small machine may need another run.',
        facts: { output: last.slice(-20).join('\n') },
    });
}
function notThere({ name }) {
    return new domain_error/* GateError */.ue('CLUSTER_NOT_READY', `kind ended well, and cluster "${name}" has no node`, {
        hint: 'Run `kind create cluster` by hand, and look at what it makes.',
    });
}
function describe({ name, kubeconfig, hostPort, clocks }, nodes) {
    return {
        name,
        kubeconfig,
        context: `kind-${name}`,
        ingress: `http://127.0.0.1:${hostPort}`,
        nodes: nodes.toSorted(),
        ephemeral: true,
        ...(clocks === undefined ? {} : { clocks }),
    };
}

;// CONCATENATED MODULE: ./lib/adapters/kubernetes/cpu-counters.js
const line = /^container_cpu_usage_seconds_total\{([^}]*)\} ([\d.e+-]+)(?: (\d+))?$/;
/** CPU counters of pods, from the kubelets of their nodes: each container's cumulative seconds with the kubelet's own time. */
async function cpuCounters(client, namespace, pods, signal) {
    const wanted = new Set(pods.map(({ name }) => name));
    const nodes = new Set(pods.flatMap(({ node }) => node ?? []));
    const texts = await Promise.all([...nodes].map((node) => client.text(`/api/v1/nodes/${node}/proxy/metrics/resource`, { signal })));
    return sumByPod(texts.flatMap((text) => parse(text, namespace, wanted)));
}
function parse(text, namespace, wanted) {
    return text.split('\n').flatMap((row) => {
        const [, labels = '', value, time] = line.exec(row) ?? [];
        const pod = /(?:^|,)pod="([^"]*)"/.exec(labels)?.[1];
        const space = /(?:^|,)namespace="([^"]*)"/.exec(labels)?.[1];
        if (pod === undefined || value === undefined || space !== namespace || !wanted.has(pod))
            return [];
        return [{ pod, cpuSeconds: Number(value), timestamp: Number(time ?? Date.now()) }];
    });
}
/** Containers are read at slightly different instants; the pod's is their newest. */
function sumByPod(counters) {
    const sums = new Map();
    for (const counter of counters) {
        const known = sums.get(counter.pod);
        sums.set(counter.pod, {
            pod: counter.pod,
            cpuSeconds: counter.cpuSeconds + (known?.cpuSeconds ?? 0),
            timestamp: Math.max(counter.timestamp, known?.timestamp ?? 0),
        });
    }
    return [...sums.values()];
}

// EXTERNAL MODULE: ./lib/autoscaler/quantity.js
var autoscaler_quantity = __webpack_require__(6070);
;// CONCATENATED MODULE: ./lib/adapters/kubernetes/observation.js

function millis(time) {
    return time === undefined ? null : Date.parse(time);
}
/** A quantity in thousandths of its unit, rounded up as the controller does; null where there is none. */
function milli(quantity) {
    const value = quantity === undefined ? undefined : (0,autoscaler_quantity/* milliOf */.xz)(quantity);
    return value === undefined ? null : Number(value);
}
function observedAutoscaler({ metadata, spec, status = {} }) {
    return {
        uid: metadata.uid ?? '',
        generation: metadata.generation ?? 0,
        resourceVersion: metadata.resourceVersion ?? '',
        minReplicas: spec.minReplicas ?? 1,
        maxReplicas: spec.maxReplicas,
        scaleTargetRef: { kind: spec.scaleTargetRef.kind, name: spec.scaleTargetRef.name },
        metrics: spec.metrics ?? [],
        behavior: spec.behavior ?? null,
        currentReplicas: status.currentReplicas ?? 0,
        desiredReplicas: status.desiredReplicas ?? 0,
        lastScaleTime: millis(status.lastScaleTime),
        conditions: (status.conditions ?? []).map(observedCondition),
        currentMetrics: status.currentMetrics ?? [],
    };
}
function observedCondition({ type, status, reason = '', message = '', lastTransitionTime, }) {
    return { type, status, reason, message, lastTransition: millis(lastTransitionTime) };
}
function observedScale(scale, workload, templateHash) {
    return {
        specReplicas: scale.spec?.replicas ?? 0,
        statusReplicas: scale.status?.replicas ?? 0,
        selector: scale.status?.selector ?? '',
        generation: workload.metadata.generation ?? 0,
        observedGeneration: workload.status?.observedGeneration ?? 0,
        templateHash,
        replicasManager: replicasManager(workload),
    };
}
/** Managed fields name who owns `spec.replicas`; the newest entry wrote it last. */
function replicasManager({ metadata }) {
    const owners = (metadata.managedFields ?? []).filter(({ fieldsV1 }) => {
        const spec = fieldsV1?.['f:spec'];
        return typeof spec === 'object' && spec !== null && 'f:replicas' in spec;
    });
    return owners.toSorted((a, b) => (b.time ?? '').localeCompare(a.time ?? ''))[0]?.manager ?? null;
}
function observedPod({ metadata, spec, status }) {
    const ready = status.conditions?.find(({ type }) => type === 'Ready');
    const restarts = new Map([...(status.containerStatuses ?? []), ...(status.initContainerStatuses ?? [])].map(({ name, restartCount }) => [
        name,
        restartCount,
    ]));
    const containers = (list = []) => list.map((container) => observedContainer(container, restarts.get(container.name) ?? 0));
    return {
        name: metadata.name,
        phase: status.phase ?? 'Pending',
        deleting: metadata.deletionTimestamp !== undefined,
        owner: metadata.ownerReferences?.find(({ controller }) => controller === true)?.name ?? null,
        node: spec.nodeName ?? null,
        ip: status.podIP ?? null,
        startTime: millis(status.startTime),
        ready: ready === undefined ? null : { status: ready.status, lastTransition: millis(ready.lastTransitionTime) },
        containers: containers(spec.containers),
        initContainers: containers(spec.initContainers),
    };
}
function observedContainer({ name, resources = {}, restartPolicy }, restarts) {
    const { requests = {}, limits = {} } = resources;
    return {
        name,
        cpuRequestMilli: milli(requests['cpu']),
        cpuLimitMilli: milli(limits['cpu']),
        memoryRequestMilli: milli(requests['memory']),
        memoryLimitMilli: milli(limits['memory']),
        restartPolicy: restartPolicy ?? null,
        restarts,
    };
}
function observedSample({ metadata, timestamp, window, containers }) {
    return {
        pod: metadata.name,
        timestamp: Date.parse(timestamp),
        windowSeconds: seconds(window),
        containers: containers.map(({ name, usage }) => ({
            name,
            cpuMilli: milli(usage['cpu']) ?? 0,
            memoryMilli: milli(usage['memory']) ?? 0,
        })),
    };
}
const unitSeconds = { h: 3600, m: 60, s: 1, ms: 0.001, us: 1e-6, ns: 1e-9 };
/** A Go duration such as `10.123s` or `1m0s`. */
function seconds(duration) {
    return [...duration.matchAll(/([\d.]+)(h|ms|us|ns|m|s)/g)].reduce((sum, [, amount, unit]) => sum + Number(amount) * (unitSeconds[unit ?? 's'] ?? 0), 0);
}

;// CONCATENATED MODULE: ./lib/adapters/kubernetes/room.js

/** What the nodes and the quotas of a namespace still have room for. */
async function clusterRoom(client, namespace, signal) {
    const [nodes, pods, quotas] = await Promise.all([
        client.list('/api/v1/nodes', {}, { signal }),
        client.list('/api/v1/pods', { fieldSelector: 'status.phase!=Succeeded,status.phase!=Failed' }, { signal }),
        client.list(`/api/v1/namespaces/${namespace}/resourcequotas`, {}, { signal }),
    ]);
    return {
        nodes: nodes.filter(isSchedulable).map((node) => roomOf(node, pods.filter(({ spec }) => spec.nodeName === node.metadata.name))),
        quota: {
            pods: room_left(quotas, ['pods', 'count/pods'], Number),
            cpuRequestMilli: room_left(quotas, ['requests.cpu', 'cpu'], (quantity) => milli(quantity) ?? 0),
            memoryRequestMilli: room_left(quotas, ['requests.memory', 'memory'], (quantity) => milli(quantity) ?? 0),
        },
    };
}
function isSchedulable({ spec, status }) {
    const ready = status?.conditions?.some(({ type, status: is }) => type === 'Ready' && is === 'True') ?? false;
    return (ready &&
        spec?.unschedulable !== true &&
        !(spec?.taints ?? []).some(({ effect }) => effect === 'NoSchedule' || effect === 'NoExecute'));
}
function roomOf({ metadata, status }, pods) {
    const has = (resource) => milli(status?.allocatable?.[resource]) ?? 0;
    const asked = (resource) => pods.reduce((sum, { spec }) => sum + requested(spec.containers, resource), 0);
    return {
        name: metadata.name,
        freeCpuMilli: has('cpu') - asked('cpu'),
        freeMemoryMilli: has('memory') - asked('memory'),
        freePods: has('pods') / 1000 - pods.length,
    };
}
function requested(containers, resource) {
    return containers.reduce((sum, { resources }) => sum + (milli(resources?.requests?.[resource]) ?? 0), 0);
}
/** The least that any quota leaves; null where none speaks of it. */
function room_left(quotas, names, read) {
    const rests = quotas.flatMap(({ status }) => names.flatMap((name) => {
        const hard = status?.hard?.[name];
        return hard === undefined ? [] : [read(hard) - read(status?.used?.[name] ?? '0')];
    }));
    return rests.length === 0 ? null : Math.min(...rests);
}

;// CONCATENATED MODULE: ./lib/adapters/kubernetes/autoscaler-observer.js





const EVENT_AGE_MS = 600_000;
/** Watches one HPA through the API server: everything of one look is asked for at once. */
function kubernetesAutoscalerObserver(client) {
    return {
        observe: (target, signal) => look(client, target, signal),
        async cpuCounters(target, signal) {
            const { pods } = await look(client, target, signal);
            return cpuCounters(client, target.namespace, pods, signal);
        },
        async room({ namespace }, signal) {
            return clusterRoom(client, namespace, signal);
        },
    };
}
async function look(client, { namespace, name }, signal) {
    const at = Date.now();
    const hpa = await client.get(`/apis/autoscaling/v2/namespaces/${namespace}/horizontalpodautoscalers/${name}`, { signal });
    const events = listEvents(client, namespace, at, signal);
    if (hpa === undefined) {
        const metrics = { samples: [], error: null };
        return { at, autoscaler: null, scale: null, pods: [], metrics, events: await events, until: Date.now() };
    }
    const { scaleTargetRef } = hpa.spec;
    const path = await client.pathOf({
        apiVersion: scaleTargetRef.apiVersion ?? 'apps/v1',
        kind: scaleTargetRef.kind,
        name: scaleTargetRef.name,
        namespace,
    }, { signal });
    const [workload, scale] = await Promise.all([
        client.get(path, { signal }),
        client.get(`${path}/scale`, { signal }),
    ]);
    const selector = scale?.status?.selector ?? '';
    const [pods, metrics] = await Promise.all([
        listPods(client, namespace, selector, signal),
        listMetrics(client, namespace, selector, signal),
    ]);
    return {
        at,
        autoscaler: observedAutoscaler(hpa),
        scale: scale === undefined || workload === undefined
            ? null
            : observedScale(scale, workload, hash(workload.spec.template)),
        pods: pods.map(observedPod),
        metrics,
        events: aboutUs(await events, hpa, scaleTargetRef.name, pods),
        until: Date.now(),
    };
}
async function listPods(client, namespace, labelSelector, signal) {
    // An empty selector would list the neighbours' pods too.
    return labelSelector === ''
        ? []
        : client.list(`/api/v1/namespaces/${namespace}/pods`, { labelSelector }, { signal });
}
/** The metrics API may be absent or may have no sample yet: that is a finding, not a failure of the look. */
async function listMetrics(client, namespace, labelSelector, signal) {
    if (labelSelector === '')
        return { samples: [], error: 'the scale subresource has no selector' };
    try {
        const path = `/apis/metrics.k8s.io/v1beta1/namespaces/${namespace}/pods?${new URLSearchParams({ labelSelector })}`;
        const list = await client.get(path, { signal });
        if (list === undefined)
            return { samples: [], error: 'metrics.k8s.io is not served' };
        return { samples: list.items.map(observedSample), error: null };
    }
    catch (error) {
        if (!(error instanceof domain_error/* GateError */.ue) || signal.aborted)
            throw error;
        return { samples: [], error: error.message };
    }
}
async function listEvents(client, namespace, now, signal) {
    const events = await client.list(`/api/v1/namespaces/${namespace}/events`, { limit: '500' }, { signal });
    return events
        .map(observedEvent)
        .filter(({ at }) => now - at < EVENT_AGE_MS)
        .toSorted((a, b) => a.at - b.at);
}
function observedEvent({ metadata, type = '', reason = '', message = '', count = 1, lastTimestamp, firstTimestamp, eventTime, involvedObject = {}, }) {
    const at = millis(lastTimestamp ?? eventTime ?? firstTimestamp ?? metadata.creationTimestamp) ?? 0;
    return {
        uid: metadata.uid ?? '',
        object: `${involvedObject.kind ?? ''}/${involvedObject.name ?? ''}`,
        type,
        reason,
        message,
        count,
        at,
    };
}
function aboutUs(events, hpa, workload, pods) {
    const objects = new Set([
        `HorizontalPodAutoscaler/${hpa.metadata.name}`,
        `${hpa.spec.scaleTargetRef.kind}/${workload}`,
        ...pods.map(({ metadata }) => `Pod/${metadata.name}`),
    ]);
    return events.filter(({ object }) => objects.has(object) || object.startsWith(`ReplicaSet/${workload}-`));
}
function hash(value) {
    return (0,external_node_crypto_.createHash)('sha256')
        .update(JSON.stringify(value ?? null))
        .digest('hex')
        .slice(0, 12);
}

// EXTERNAL MODULE: external "node:http"
var external_node_http_ = __webpack_require__(7067);
// EXTERNAL MODULE: external "node:https"
var external_node_https_ = __webpack_require__(4708);
;// CONCATENATED MODULE: ./lib/adapters/kubernetes/connection.js



const REQUEST_TIMEOUT_MS = 15_000;
const MAX_BYTES = 64 * 1024 * 1024;
/** Opens a kubeconfig. The package behind it is loaded here, so that lint, plan and simulate never pay for it. */
async function connect(kubeconfig, context) {
    const { KubeConfig } = await Promise.all(/* import() */[__webpack_require__.e(830), __webpack_require__.e(739)]).then(__webpack_require__.bind(__webpack_require__, 2739));
    const config = new KubeConfig();
    load(config, kubeconfig, context);
    const server = config.getCurrentCluster()?.server;
    if (server === undefined) {
        throw new domain_error/* GateError */.ue('API_UNREACHABLE', `kubeconfig ${kubeconfig} has no cluster for context "${config.getCurrentContext()}"`, {
            hint: 'Name a context that exists: `kubectl config get-contexts` lists them.',
        });
    }
    const options = {};
    // Credentials may come of a program that fails; the package also refuses plain HTTP that is not said to be meant.
    await config.applyToHTTPSOptions(options).catch((cause) => Promise.reject(unusable(kubeconfig, cause)));
    // `kubectl proxy` and tests speak plain HTTP.
    const pool = { keepAlive: true, maxSockets: 16 };
    const isPlain = server.startsWith('http:');
    const agent = isPlain ? new external_node_http_.Agent(pool) : new external_node_https_.Agent({ ...pool, ...tlsOptions(options) });
    return {
        config,
        server,
        request: (method, path, given = {}) => send(new URL(server), agent, options, method, path, given),
        close: () => agent.destroy(),
    };
}
function load(config, kubeconfig, context) {
    try {
        config.loadFromFile(kubeconfig);
    }
    catch (cause) {
        throw unusable(kubeconfig, cause);
    }
    if (context !== undefined)
        config.setCurrentContext(context);
}
function unusable(kubeconfig, cause) {
    const why = cause instanceof Error ? cause.message : String(cause);
    return new domain_error/* GateError */.ue('API_UNREACHABLE', `kubeconfig ${kubeconfig} cannot be used: ${why}`, {
        hint: 'Name a kubeconfig with which `kubectl get nodes` answers.',
        cause,
    });
}
function tlsOptions({ ca, cert, key, rejectUnauthorized, servername }) {
    return {
        ca,
        cert,
        key,
        ...(rejectUnauthorized === undefined ? {} : { rejectUnauthorized }),
        ...(servername ? { servername } : {}),
    };
}
function send(server, agent, base, method, path, { body, contentType = 'application/json', signal, timeoutMs = REQUEST_TIMEOUT_MS }) {
    return new Promise((resolve, reject) => {
        const url = new URL(server.pathname.replace(/\/$/, '') + path, server);
        const headers = {
            ...base.headers,
            accept: 'application/json',
            'content-type': contentType,
        };
        const all = {
            method,
            agent,
            headers,
            timeout: timeoutMs,
            ...(base.auth ? { auth: base.auth } : {}),
            ...(signal ? { signal } : {}),
        };
        const client = url.protocol === 'http:' ? external_node_http_ : external_node_https_;
        const request = client.request(url, all, (response) => {
            const chunks = [];
            let bytes = 0;
            response.on('data', (chunk) => {
                bytes += chunk.length;
                if (bytes > MAX_BYTES)
                    request.destroy(new Error(`answer over ${MAX_BYTES} bytes`));
                else
                    chunks.push(chunk);
            });
            response.on('end', () => resolve({ status: response.statusCode ?? 0, body: Buffer.concat(chunks).toString() }));
            response.on('error', fail);
        });
        const fail = (cause) => reject(unreachable(server, method, path, cause, signal));
        request.on('timeout', () => request.destroy(new Error(`no answer within ${timeoutMs} ms`)));
        request.on('error', fail);
        request.end(body);
    });
}
function unreachable(server, method, path, cause, signal) {
    if (signal?.aborted) {
        return signal.reason instanceof domain_error/* GateError */.ue
            ? signal.reason
            : new domain_error/* GateError */.ue('CANCELLED', `cancelled during ${method} ${path}`, { hint: 'Run the gate again.' });
    }
    return new domain_error/* GateError */.ue('API_UNREACHABLE', `API server ${server.host} did not answer ${method} ${path}: ${cause.message}`, {
        hint: 'Look at the control-plane node; if it is your own cluster, check that the kubeconfig reaches it.',
        cause,
    });
}

;// CONCATENATED MODULE: ./lib/adapters/kubernetes/client.js


const FIELD_MANAGER = 'scale-gate';
/** Objects of one cluster: get, list, server-side apply, delete. Errors are `GateError` with the object's name. */
class KubeClient {
    connection;
    #resources = new Map();
    constructor(connection) {
        this.connection = connection;
    }
    static async open(kubeconfig, context) {
        return new KubeClient(await connect(kubeconfig, context));
    }
    /** The parsed answer of a path, or undefined where there is nothing (404). */
    async get(path, options) {
        const { status, body } = await this.connection.request('GET', path, options);
        if (status === 404)
            return undefined;
        if (status >= 300)
            throw refused(`GET ${path}`, status, body);
        return client_parsed(body, `GET ${path}`);
    }
    /** Plain text of a path: logs, metrics. */
    async text(path, options) {
        const { status, body } = await this.connection.request('GET', path, options);
        if (status >= 300)
            throw refused(`GET ${path}`, status, body);
        return body;
    }
    async list(path, query = {}, options) {
        const search = new URLSearchParams(query).toString();
        const list = await this.get(search === '' ? path : `${path}?${search}`, options);
        return list?.items ?? [];
    }
    /** Server-side apply. Gives the object as stored, or the server's refusal as data: a bad manifest is evidence. */
    async apply(object, options) {
        const path = await this.pathOf(reference(object), options);
        const { status, body } = await this.connection.request('PATCH', `${path}?fieldManager=${FIELD_MANAGER}&force=true&fieldValidation=Strict`, {
            ...options,
            body: JSON.stringify(object),
            contentType: 'application/apply-patch+yaml',
        });
        if (!isAboutTheObject(status, body))
            throw refused(`apply ${object.kind}/${object.metadata.name}`, status, body);
        if (status >= 300)
            return refusal(status, body);
        return client_parsed(body, `apply ${object.kind}/${object.metadata.name}`);
    }
    /** JSON merge patch of an object or a subresource, by path. */
    async merge(path, patch, options) {
        return this.#write('PATCH', path, patch, 'application/merge-patch+json', options);
    }
    async create(path, object, options) {
        return this.#write('POST', path, object, 'application/json', options);
    }
    /** Deletes by path; an object that is gone already is no error. */
    async delete(path, options) {
        const { status, body } = await this.connection.request('DELETE', path, options);
        if (status >= 300 && status !== 404)
            throw refused(`DELETE ${path}`, status, body);
    }
    /** API path of an object, by discovery; `namespace` falls back to `default` for namespaced kinds. */
    async pathOf({ apiVersion, kind, name, namespace }, options) {
        const resource = await this.resource(apiVersion, kind, options);
        const prefix = groupPath(apiVersion);
        const scope = resource.namespaced ? `/namespaces/${encodeURIComponent(namespace ?? 'default')}` : '';
        return `${prefix}${scope}/${resource.name}/${encodeURIComponent(name)}`;
    }
    /** How the cluster serves a kind; undefined where it says that it does not. */
    async served(apiVersion, kind, options) {
        return (await this.#discover(apiVersion, options)).find((resource) => resource.kind === kind);
    }
    /** The same, where a kind that is not served is an inability: throws `API_REFUSED`. */
    async resource(apiVersion, kind, options) {
        const known = await this.served(apiVersion, kind, options);
        if (known !== undefined)
            return known;
        throw new domain_error/* GateError */.ue('API_REFUSED', `the cluster serves no ${apiVersion} ${kind}`, {
            hint: 'Apply the CustomResourceDefinition first, or use an apiVersion that this Kubernetes version serves.',
        });
    }
    close() {
        this.connection.close();
    }
    async #write(method, path, value, contentType, options) {
        const { status, body } = await this.connection.request(method, path, {
            ...options,
            body: JSON.stringify(value),
            contentType,
        });
        if (status >= 300)
            throw refused(`${method} ${path}`, status, body);
        return client_parsed(body, `${method} ${path}`);
    }
    #discover(apiVersion, options) {
        const cached = this.#resources.get(apiVersion);
        if (cached !== undefined)
            return cached;
        const asked = this.get(groupPath(apiVersion), options).then((found) => (found?.resources ?? []).filter(({ name }) => !name.includes('/')));
        this.#resources.set(apiVersion, asked);
        // A group that is not served now may be served after its CRD or APIService is there: only answers are remembered.
        asked
            .then((list) => list.length === 0 && this.#resources.delete(apiVersion))
            .catch(() => this.#resources.delete(apiVersion));
        return asked;
    }
}
function isRefusal(answer) {
    return 'status' in answer && typeof answer.status === 'number';
}
function reference({ apiVersion, kind, metadata }) {
    return { apiVersion, kind, name: metadata.name, namespace: metadata.namespace };
}
function groupPath(apiVersion) {
    return apiVersion.includes('/') ? `/apis/${apiVersion}` : `/api/${apiVersion}`;
}
/** Statuses by which the server judges what it was given; any other tells of itself, of a proxy, or of who asks. */
const judging = [400, 403, 404, 405, 413, 422];
/** The server answers 500 when a field has the wrong type, because its merge fails before its validation. */
function isAboutTheObject(status, body) {
    if (status < 300 || body.includes('failed to create typed patch object'))
        return true;
    // Rights of the kubeconfig's user say nothing of the object; a quota or an admission policy is 403 as well, and does.
    if (status === 403 && /User "[^"]*" cannot \w+ resource/.test(refusal(status, body).message))
        return false;
    // The server says in JSON what it refuses; a page is somebody else's.
    return judging.includes(status) && /^\s*\{/.test(body);
}
/** What answers without JSON is a proxy or a port that is not the API server's. */
function client_parsed(body, what) {
    try {
        return JSON.parse(body);
    }
    catch (cause) {
        throw new domain_error/* GateError */.ue('API_UNREACHABLE', `the answer to ${what} is not JSON: ${body.slice(0, 80)}`, {
            hint: 'Check that the server of the kubeconfig is an API server, and no proxy is between.',
            cause,
        });
    }
}
function refusal(status, body) {
    try {
        const { reason = '', message = body } = JSON.parse(body);
        return { status, reason, message };
    }
    catch {
        return { status, reason: '', message: body.slice(0, 400) };
    }
}
function refused(what, status, body) {
    const { reason, message } = refusal(status, body);
    return new domain_error/* GateError */.ue('API_REFUSED', `API server refused ${what}: ${status} ${reason}: ${message}`, {
        hint: status === 403
            ? 'Grant the kubeconfig user this permission.'
            : 'Look at the message: it is the API server\u2019s own.',
    });
}

;// CONCATENATED MODULE: ./lib/adapters/kubernetes/namespace-view.js
/** Everything in a namespace that can be reached from outside without the ingress controller. */
async function exposuresOf(client, namespace, signal) {
    const [services, pods] = await Promise.all([
        client.list(`/api/v1/namespaces/${namespace}/services`, {}, { signal }),
        client.list(`/api/v1/namespaces/${namespace}/pods`, {}, { signal }),
    ]);
    return [...services.flatMap(serviceExposures), ...pods.flatMap(podExposures)];
}
function serviceExposures({ metadata, spec }) {
    const object = `Service/${metadata.name}`;
    const type = spec.type ?? 'ClusterIP';
    const ports = (spec.ports ?? []).map(({ nodePort, port }) => nodePort ?? port).join(', ');
    return [
        ...(type === 'NodePort' || type === 'LoadBalancer' ? [{ object, how: `${type} ${ports}` }] : []),
        ...(spec.externalIPs ?? []).map((ip) => ({ object, how: `external IP ${ip}` })),
    ];
}
function podExposures({ metadata, spec }) {
    const object = `Pod/${metadata.name}`;
    const ports = spec.containers.flatMap(({ ports: declared = [] }) => declared.flatMap(({ hostPort }) => hostPort ?? []));
    return [
        ...(spec.hostNetwork === true ? [{ object, how: 'host network' }] : []),
        ...ports.map((port) => ({ object, how: `host port ${port}` })),
    ];
}
/** Image reference \u2192 digest as the container runtime tells it. */
async function namespace_view_imagesOf(client, namespace, signal) {
    const pods = await client.list(`/api/v1/namespaces/${namespace}/pods`, {}, { signal });
    const images = pods.flatMap(({ spec, status }) => (status.containerStatuses ?? []).flatMap(({ name, imageID }) => {
        const reference = spec.containers.find((container) => container.name === name)?.image;
        return reference === undefined || imageID === undefined || imageID === '' ? [] : [[reference, imageID]];
    }));
    return Object.fromEntries(images.toSorted(([a], [b]) => a.localeCompare(b)));
}

;// CONCATENATED MODULE: ./lib/adapters/kubernetes/objects.js
/** A label selector as the API's query wants it. */
function selectorQuery({ matchLabels = {}, matchExpressions = [] }) {
    const labels = Object.entries(matchLabels).map(([key, value]) => `${key}=${value}`);
    const expressions = matchExpressions.map(({ key, operator, values = [] }) => {
        if (operator === 'Exists')
            return key;
        if (operator === 'DoesNotExist')
            return `!${key}`;
        return `${key} ${operator === 'In' ? 'in' : 'notin'} (${values.join(',')})`;
    });
    return [...labels, ...expressions].join(',');
}

;// CONCATENATED MODULE: ./lib/adapters/kubernetes/pods.js
/** Waiting reasons that tell of trouble, and the messages with which no amount of waiting mends it. */
const troubles = {
    ErrImagePull: /not found|denied|unauthorized|no such host|manifest unknown|refused/i,
    ImagePullBackOff: /./s,
    InvalidImageName: /./s,
    ErrImageNeverPull: /./s,
    // A kubelet that has not seen the ConfigMap yet says this too, and mends it by itself.
    CreateContainerConfigError: /not found|couldn't find|no such|runAsNonRoot|root|invalid/i,
    CreateContainerError: /not found|no such|invalid|permission/i,
    RunContainerError: /not found|no such|permission|exec format/i,
};
/** Restarts after which a container that keeps ending is called a crash loop. */
const CRASH_RESTARTS = 2;
function isReady({ status, metadata }) {
    return (metadata.deletionTimestamp === undefined &&
        (status.conditions ?? []).some(({ type, status: is }) => type === 'Ready' && is === 'True'));
}
/** What keeps a pod from being Ready, in its own words; undefined where it is Ready or simply not there yet. */
function troubleOf(pod) {
    if (isReady(pod))
        return undefined;
    const containers = [...(pod.status.initContainerStatuses ?? []), ...(pod.status.containerStatuses ?? [])];
    return containers.map(containerTrouble).find((trouble) => trouble !== undefined) ?? schedulingTrouble(pod);
}
/** The trouble of several pods that is to be told: what is hopeless before what may pass. */
function worstTrouble(pods) {
    const troubles = pods.flatMap((pod) => troubleOf(pod) ?? []);
    return troubles.find(({ hopeless }) => hopeless) ?? troubles[0];
}
function containerTrouble({ name, state, lastState, restartCount, image }) {
    const waiting = state?.waiting;
    const ended = state?.terminated ?? lastState?.terminated;
    const final = waiting?.reason === undefined ? undefined : troubles[waiting.reason];
    if (waiting?.reason !== undefined && final !== undefined) {
        const said = waiting.message ?? waiting.reason;
        return {
            reason: waiting.reason,
            message: `container ${name} (image ${image ?? '?'}): ${said}`,
            hopeless: final.test(said),
        };
    }
    if (restartCount >= CRASH_RESTARTS && (waiting?.reason === 'CrashLoopBackOff' || state?.terminated !== undefined)) {
        const how = ended === undefined ? '' : `, last exit code ${ended.exitCode ?? '?'} (${ended.reason ?? 'Error'})`;
        return {
            reason: 'CrashLoopBackOff',
            message: `container ${name} restarted ${restartCount} times${how}`,
            hopeless: true,
        };
    }
    return undefined;
}
function schedulingTrouble({ status }) {
    const condition = (status.conditions ?? []).find(({ type, status: is, reason }) => type === 'PodScheduled' && is === 'False' && reason === 'Unschedulable');
    // The scheduler tries again whenever something changes (a volume is bound, a pod ends): not hopeless at first sight.
    return condition === undefined
        ? undefined
        : { reason: 'Unschedulable', message: condition.message ?? 'no node fits', hopeless: false };
}

;// CONCATENATED MODULE: ./lib/adapters/kubernetes/rollout-trouble.js

/** Why a rollout is not done, by whoever knows first: its controller, its pods, those who should have taken them up, events. */
async function rolloutTrouble(client, object, pods, signal) {
    const { kind, metadata, status } = object;
    // Until the controller has seen the newest template, what is wrong is wrong with the one before.
    if ((status?.observedGeneration ?? 0) < (metadata.generation ?? 0))
        return silent('NotObserved', `the controller of ${kind}s has not looked at it`);
    const seen = blamed(worstTrouble(pods));
    const late = pods.filter((pod) => !isReady(pod));
    const silence = late.map(silenceOf).find((one) => one !== undefined);
    const told = controllerTrouble(object) ?? pausedTrouble(object);
    if (told?.reason === deadlineExceeded) {
        // The controller's patience is over, which does not tell whom it had to wait for.
        const events = late.length === 0 ? undefined : await eventTrouble(client, late, signal);
        return [seen, silence, events].find((one) => one?.cluster === true) ?? told;
    }
    if (told !== undefined || seen !== undefined)
        return told ?? seen;
    const wanted = kind === 'DaemonSet' ? (status?.desiredNumberScheduled ?? 0) : (object.spec.replicas ?? 1);
    if (pods.length === 0 && wanted > 0)
        return silent('NoPods', 'its controller has made no pod');
    return silence ?? (late.length === 0 ? undefined : eventTrouble(client, late, signal));
}
/** Somebody of the cluster does nothing at all: for a moment that is as it should be, for good it says nothing of the service. */
function silent(reason, message) {
    return { reason, message, hopeless: false, cluster: true };
}
const deadlineExceeded = 'ProgressDeadlineExceeded';
/** What the API server was not able to do when a controller asked it for a pod; none of it is about the pod. */
const serverAtFault = /failed calling webhook|^Internal error occurred|etcdserver|service account \S+\/default:|timed out|deadline exceeded|too many requests|server is currently unable/i;
/** What the workload's own controller complains of: a quota that is used up, an admission that refuses, a deadline that has passed. */
function controllerTrouble({ status }) {
    const conditions = status?.conditions ?? [];
    const failure = conditions.find(({ type, status: is }) => type === 'ReplicaFailure' && is === 'True');
    if (failure !== undefined) {
        const { reason = 'ReplicaFailure', message = 'pods cannot be made' } = failure;
        return serverAtFault.test(message) ? silent(reason, message) : { reason, message, hopeless: true };
    }
    const late = conditions.find(({ type, reason }) => type === 'Progressing' && reason === deadlineExceeded);
    const message = late?.message ?? 'the rollout made no progress';
    return late && { reason: deadlineExceeded, message, hopeless: true };
}
function pausedTrouble({ spec }) {
    return spec.paused === true
        ? { reason: 'Paused', message: 'its rollout is paused by spec.paused', hopeless: true }
        : undefined;
}
/** Taints and marks that the cluster itself puts on a node: not the service's to tolerate. */
const nodeAtFault = /node\(s\) were unschedulable|taint(?:\(s\))? \{?node\.kubernetes\.io\//;
function blamed(trouble) {
    const isOfNode = trouble?.reason === 'Unschedulable' && nodeAtFault.test(trouble.message);
    return isOfNode ? { ...trouble, cluster: true } : trouble;
}
/** A pod that nobody has taken up: the scheduler says of each one why it can not be placed, the kubelet of each one when it began. */
function silenceOf({ metadata, spec, status }) {
    const isPlaced = spec.nodeName !== undefined && spec.nodeName !== '';
    const isJudged = (status.conditions ?? []).some(({ type }) => type === 'PodScheduled');
    if (!isPlaced && !isJudged)
        return silent('NotScheduled', `the scheduler has not looked at pod ${metadata.name}`);
    const isTaken = status.startTime !== undefined || (status.containerStatuses ?? []).length > 0;
    if (isPlaced && !isTaken)
        return silent('NotTaken', `the kubelet of node ${spec.nodeName} has not taken up pod ${metadata.name}`);
    return undefined;
}
/** Warnings that tell of the node's inability, and not of what the pod asks for. */
const ofNode = ['FailedCreatePodSandBox', 'NodeNotReady', 'NetworkNotReady'];
/** The newest warning about one of these pods: a volume that is missing, a probe that fails, a sandbox that can not be made. */
async function eventTrouble(client, pods, signal) {
    const namespace = pods[0]?.metadata.namespace;
    if (namespace === undefined)
        return undefined;
    const query = { fieldSelector: 'type=Warning,involvedObject.kind=Pod', limit: '200' };
    const events = await client.list(`/api/v1/namespaces/${namespace}/events`, query, { signal });
    const names = new Set(pods.map(({ metadata }) => metadata.name));
    const newest = events
        .filter(({ involvedObject }) => names.has(involvedObject?.name ?? ''))
        .toSorted((a, b) => instantOf(b).localeCompare(instantOf(a)))[0];
    if (newest === undefined)
        return undefined;
    const { reason = 'Warning', message = '' } = newest;
    const trouble = { reason, message: `pod ${newest.involvedObject?.name ?? ''}: ${message}`, hopeless: false };
    return ofNode.includes(reason) ? { ...trouble, cluster: true } : trouble;
}
function instantOf({ lastTimestamp, eventTime, metadata }) {
    return lastTimestamp ?? eventTime ?? metadata.creationTimestamp ?? '';
}

;// CONCATENATED MODULE: ./lib/adapters/kubernetes/rollout.js



const plurals = { Deployment: 'deployments', StatefulSet: 'statefulsets', DaemonSet: 'daemonsets' };
/** Where a rollout stands. Pods are followed by ownership: those of an older template, or of a neighbour with like labels, do not count. */
async function rolloutOf(client, workload, signal) {
    const { kind, namespace, name } = workload;
    const object = await client.get(`/apis/apps/v1/namespaces/${namespace}/${plurals[kind]}/${name}`, {
        signal,
    });
    if (object === undefined)
        return {
            workload,
            desired: 0,
            updated: 0,
            ready: 0,
            done: false,
            trouble: { reason: 'NotFound', message: `${kind}/${name} is not in namespace ${namespace}`, hopeless: true },
        };
    const pods = await ownPods(client, object, signal);
    const status = object.status ?? {};
    const desired = kind === 'DaemonSet' ? (status.desiredNumberScheduled ?? 0) : (object.spec.replicas ?? 1);
    const updated = (kind === 'DaemonSet' ? status.updatedNumberScheduled : status.updatedReplicas) ?? 0;
    const ready = pods.filter(isReady).length;
    const seen = (status.observedGeneration ?? 0) >= (object.metadata.generation ?? 0);
    const done = seen && updated >= desired && ready >= desired && (desired > 0 || kind !== 'DaemonSet');
    return {
        workload,
        desired,
        updated,
        ready,
        done,
        trouble: done ? undefined : await rolloutTrouble(client, object, pods, signal),
    };
}
async function ownPods(client, object, signal) {
    const namespace = object.metadata.namespace ?? 'default';
    const labelSelector = selectorQuery(object.spec.selector ?? {});
    const [sets, pods] = await Promise.all([
        object.kind === 'Deployment'
            ? client.list(`/apis/apps/v1/namespaces/${namespace}/replicasets`, { labelSelector }, { signal })
            : [],
        client.list(`/api/v1/namespaces/${namespace}/pods`, { labelSelector }, { signal }),
    ]);
    const owner = object.kind === 'Deployment' ? newest(sets.filter((set) => isOwnedBy(set, object))) : object;
    return owner === undefined ? [] : pods.filter((pod) => isOwnedBy(pod, owner));
}
function newest(sets) {
    const revision = ({ metadata }) => Number(metadata.annotations?.['deployment.kubernetes.io/revision'] ?? 0);
    return sets.toSorted((a, b) => revision(b) - revision(a))[0];
}
function isOwnedBy({ metadata }, owner) {
    return (metadata.ownerReferences ?? []).some(({ uid }) => uid === owner.metadata.uid);
}

;// CONCATENATED MODULE: ./lib/adapters/kubernetes/deployment.js




const OWNED = { 'app.kubernetes.io/managed-by': 'scale-gate' };
/** Puts objects into a cluster by server-side apply. */
function kubernetesDeployment(client) {
    return {
        async hasNamespace(name, signal) {
            return (await client.get(`/api/v1/namespaces/${name}`, { signal })) !== undefined;
        },
        async namespace(name, labels, signal) {
            await must(client, { apiVersion: 'v1', kind: 'Namespace', metadata: { name, labels: { ...OWNED, ...labels } } }, signal);
        },
        async secret(namespace, name, entries, signal) {
            const data = Object.fromEntries(Object.entries(entries).map(([key, value]) => [key, Buffer.from(value.reveal()).toString('base64')]));
            const secret = {
                apiVersion: 'v1',
                kind: 'Secret',
                metadata: { name, namespace, labels: OWNED },
                type: 'Opaque',
                data,
            };
            await must(client, secret, signal);
        },
        async apply(objects, namespace, signal) {
            const applied = [];
            for (const object of objects)
                applied.push(await applyOne(client, object, namespace, signal));
            return applied;
        },
        rollout: (workload, signal) => rolloutOf(client, workload, signal),
        async readyEndpoints(namespace, service, signal) {
            const path = `/apis/discovery.k8s.io/v1/namespaces/${namespace}/endpointslices`;
            const slices = await client.list(path, { labelSelector: `kubernetes.io/service-name=${service}` }, { signal });
            // The slice of a Service that selects nothing has null for its list.
            const ready = slices.flatMap(({ endpoints }) => (endpoints ?? []).filter(({ conditions }) => conditions?.ready !== false));
            return new Set(ready.flatMap(({ addresses }) => addresses)).size;
        },
        exposures: (namespace, signal) => exposuresOf(client, namespace, signal),
        images: (namespace, signal) => namespace_view_imagesOf(client, namespace, signal),
    };
}
async function must(client, object, signal) {
    const answer = await client.apply(object, { signal });
    if (!isRefusal(answer))
        return;
    throw new domain_error/* GateError */.ue('API_REFUSED', `the cluster refused ${object.kind}/${object.metadata.name}: ${answer.message}`, {
        hint: 'Give the kubeconfig user the right to make it, or name a namespace that exists.',
    });
}
/**
 * A kind that is not served is the manifests' fault, and told like any other refusal. An answer that is not about the
 * object (an expired token, a server that is overloaded, a webhook that is down) is nobody's evidence, and thrown.
 */
async function applyOne(client, object, namespace, signal) {
    const named = object;
    // Manifests may be anything; without a name there is no path to apply them at.
    if (named.metadata?.name === undefined)
        return { object: String(named.kind), refusal: 'it has no metadata.name' };
    const { apiVersion, kind } = named;
    const name = `${kind}/${named.metadata.name}`;
    const resource = await client.served(apiVersion, kind, { signal });
    if (resource === undefined)
        return { object: name, refusal: `the cluster serves no ${apiVersion} ${kind}` };
    const metadata = resource.namespaced
        ? { ...named.metadata, namespace: named.metadata.namespace ?? namespace }
        : named.metadata;
    const answer = await client.apply({ ...named, metadata }, { signal });
    return { object: name, refusal: isRefusal(answer) ? answer.message : undefined };
}

;// CONCATENATED MODULE: ./lib/domain/shown-object.js

/** Annotations that hold the whole object once more, with the values of a Secret in it. */
const copies = [
    'kubectl.kubernetes.io/last-applied-configuration',
    'kapp.k14s.io/original',
    'objectset.rio.cattle.io/applied',
];
/** Names of environment variables and keys that hold secrets, as far as a name can tell. */
const secretName = /pass(word|wd|phrase)?|secret|token|credential|api[-_]?key|private[-_]?key|auth|dsn|connection[-_]?string|_url$|_uri$/i;
/**
 * A Kubernetes object as it may be shown: a Secret's values as length and salted digest, by which two can be told apart
 * but not read; no annotation that repeats the object; no value of an environment variable whose name sounds secret; no
 * managed fields. `salt` is drawn anew for each run.
 */
function shownObject(object, salt) {
    if (Array.isArray(object))
        return object.map((each) => shownObject(each, salt));
    if (!shown_object_isFields(object))
        return object;
    const fields = isSecret(object) ? withoutValues(object, salt) : object;
    const isVariable = typeof fields['name'] === 'string' && typeof fields['value'] === 'string';
    const hides = (key) => copies.includes(key) || (isVariable && key === 'value' && secretName.test(String(fields['name'])));
    return Object.fromEntries(Object.entries(fields)
        .filter(([key, value]) => key !== 'managedFields' && value !== undefined)
        .map(([key, value]) => [key, hides(key) ? '***' : shownObject(value, salt)]));
}
function isSecret({ kind }) {
    return kind === 'Secret';
}
function withoutValues(secret, salt) {
    const outline = (values, encoding) => shown_object_isFields(values)
        ? Object.fromEntries(Object.entries(values).map(([key, value]) => [key, digest(String(value), encoding, salt)]))
        : values;
    return { ...secret, data: outline(secret['data'], 'base64'), stringData: outline(secret['stringData'], 'utf8') };
}
function digest(value, encoding, salt) {
    const bytes = Buffer.from(value, encoding);
    const hash = (0,external_node_crypto_.createHash)('sha256').update(salt).update(bytes).digest('hex').slice(0, 8);
    return `*** (${bytes.length} bytes, ${hash})`;
}
function shown_object_isFields(value) {
    return typeof value === 'object' && value !== null && !Array.isArray(value);
}

;// CONCATENATED MODULE: ./lib/adapters/kubernetes/diagnostic-lines.js

/** One line that begins with the instant, so that sorted lines are a story. */
function eventLine(event) {
    const { type, reason, message, involvedObject: about = {}, count = 1 } = event;
    const at = event.lastTimestamp ?? event.eventTime ?? event.metadata.creationTimestamp ?? '';
    const place = about.namespace === undefined ? '' : `${about.namespace}/`;
    return `${at} ${type ?? ''} ${reason ?? ''} ${place}${about.kind ?? ''}/${about.name ?? ''} \u00d7${count}: ${message ?? ''}`;
}
/** The node, what it has, and each of its conditions. */
function nodeLines({ metadata, spec, status }) {
    const taints = (spec?.taints ?? []).map(({ key, effect }) => `${key}:${effect}`).join(', ');
    const marks = [spec?.unschedulable === true ? 'unschedulable' : '', taints].filter((mark) => mark !== '');
    const room = Object.entries(status?.allocatable ?? {}).map(([what, amount]) => `${what}=${amount}`);
    return [
        [metadata.name, ...marks, ...room].join(' '),
        ...(status?.conditions ?? []).map(({ type, status: is, reason, message }) => `  ${type}=${is} ${reason ?? ''}: ${message ?? ''}`),
    ];
}
function podLine(pod) {
    const { metadata, spec, status } = pod;
    const restarts = (status.containerStatuses ?? []).reduce((sum, { restartCount }) => sum + restartCount, 0);
    const trouble = troubleOf(pod);
    const state = isReady(pod) ? 'Ready' : (status.phase ?? 'unknown');
    const why = trouble === undefined ? '' : `: ${trouble.reason}: ${trouble.message}`;
    return `${metadata.namespace ?? ''}/${metadata.name} ${state}, ${restarts} restarts, on ${spec.nodeName ?? 'no node'}${why}`;
}

;// CONCATENATED MODULE: ./lib/adapters/kubernetes/diagnostic-logs.js
/** Logs of one bundle. A log is the newest of what a container said: the reason stands at its end. */
const most = 80;
const query = { tailLines: '300', limitBytes: '64000', timestamps: 'true' };
/** Where the logs of each container are, and those of its life before where it was restarted. */
function logSources(pods) {
    return pods.flatMap(logsOf).slice(0, most);
}
function logsOf({ metadata, status }) {
    const { namespace = 'default', name } = metadata;
    const containers = [...(status.initContainerStatuses ?? []), ...(status.containerStatuses ?? [])];
    return containers.flatMap((container) => {
        // Of what never ran there is no log; asking for one is answered by an error.
        if (container.state?.waiting !== undefined && container.restartCount === 0)
            return [];
        const log = (which, extra) => ({
            name: `${namespace}/logs/${name}/${container.name}${which}.log`,
            path: `/api/v1/namespaces/${namespace}/pods/${encodeURIComponent(name)}/log?${new URLSearchParams({ container: container.name, ...query, ...extra })}`,
        });
        return container.restartCount > 0 ? [log('', {}), log('.previous', { previous: 'true' })] : [log('', {})];
    });
}

;// CONCATENATED MODULE: ./lib/adapters/kubernetes/diagnostics.js




/** What is shown of the service's namespace, object by object; items of a list do not name their kind. */
const kinds = [
    ['/api/v1', 'pods', 'Pod'],
    ['/api/v1', 'services', 'Service'],
    ['/api/v1', 'secrets', 'Secret'],
    ['/api/v1', 'persistentvolumeclaims', 'PersistentVolumeClaim'],
    ['/api/v1', 'resourcequotas', 'ResourceQuota'],
    ['/api/v1', 'limitranges', 'LimitRange'],
    ['/apis/apps/v1', 'deployments', 'Deployment'],
    ['/apis/apps/v1', 'statefulsets', 'StatefulSet'],
    ['/apis/apps/v1', 'daemonsets', 'DaemonSet'],
    ['/apis/apps/v1', 'replicasets', 'ReplicaSet'],
    ['/apis/autoscaling/v2', 'horizontalpodautoscalers', 'HorizontalPodAutoscaler'],
    ['/apis/networking.k8s.io/v1', 'ingresses', 'Ingress'],
    ['/apis/networking.k8s.io/v1', 'networkpolicies', 'NetworkPolicy'],
    ['/apis/discovery.k8s.io/v1', 'endpointslices', 'EndpointSlice'],
    ['/apis/metrics.k8s.io/v1beta1', 'pods', 'PodMetrics'],
];
/** Characters of a Secret's value that are looked for: whatever prints it prints its beginning. */
const longestValue = 8_192;
/** Nodes, events, objects, logs and previous logs by the API server, all asked at once. */
function kubernetesDiagnostics(client, scope) {
    return {
        async collect(signal) {
            const look = new Look(client, scope, signal);
            const { namespace } = scope;
            const around = [look.nodes(), look.metricsService()];
            const inside = namespace === undefined ? [] : [look.events(namespace), look.objects(namespace), look.pods(namespace)];
            const parts = await Promise.all([...around, ...inside]);
            return { sources: parts.flat(), secrets: look.secrets };
        },
    };
}
class Look {
    secrets = [];
    #client;
    #scope;
    #signal;
    constructor(client, scope, signal) {
        this.#client = client;
        this.#scope = scope;
        this.#signal = signal;
    }
    async nodes() {
        return [
            await source('nodes.txt', async () => (await this.#list('/api/v1/nodes')).flatMap(nodeLines).join('\n')),
        ];
    }
    async events(namespace) {
        const text = async () => (await this.#list(this.#place('events', namespace))).map(eventLine).toSorted().join('\n');
        return [await source('events.txt', text)];
    }
    /** The APIService of the metrics says why there are none. */
    async metricsService() {
        const path = '/apis/apiregistration.k8s.io/v1/apiservices/v1beta1.metrics.k8s.io';
        const text = async () => this.#shown(await this.#client.get(path, this.#options()));
        return [await source('metrics-api.json', text)];
    }
    objects(namespace) {
        return Promise.all(kinds.map(([prefix, plural, kind]) => source(`${namespace}/${kind}.json`, async () => {
            const found = await this.#list(`${prefix}/namespaces/${namespace}/${plural}`);
            if (kind === 'Secret')
                this.secrets.push(...found.flatMap(valuesOf));
            return this.#shown(found.map((each) => ({ ...each, kind })));
        })));
    }
    /** One line a pod, then the logs of the service's pods and of those others that are in trouble. */
    async pods(namespace) {
        let pods = [];
        const table = await source('pods.txt', async () => {
            pods = await this.#list(this.#place('pods', namespace));
            return pods.map(podLine).join('\n');
        });
        const own = pods.filter(({ metadata }) => metadata.namespace === namespace);
        const sick = pods.filter((pod) => !own.includes(pod) && (!isReady(pod) || restarts(pod) > 0));
        const wanted = logSources([...own, ...sick]);
        const logs = wanted.map(({ name, path }) => source(name, () => this.#client.text(path, this.#options())));
        return [table, ...(await Promise.all(logs))];
    }
    #place(plural, namespace) {
        return this.#scope.whole ? `/api/v1/${plural}` : `/api/v1/namespaces/${namespace}/${plural}`;
    }
    #list(path) {
        return this.#client.list(path, { limit: '500' }, this.#options());
    }
    #shown(value) {
        return JSON.stringify(shownObject(value ?? null, this.#scope.salt), null, 2);
    }
    #options() {
        return { signal: this.#signal, timeoutMs: 8_000 };
    }
}
/** Whatever goes wrong, a bug of ours included, is no reason to show nothing else of a run that failed already. */
async function source(name, text) {
    try {
        return { name, content: { text: `${await text()}\n` } };
    }
    catch (error) {
        return { name, content: { missing: error instanceof Error ? error.message : String(error) } };
    }
}
function restarts({ status }) {
    return (status.containerStatuses ?? []).reduce((sum, { restartCount }) => sum + restartCount, 0);
}
function valuesOf(secret) {
    const data = secret.data ?? {};
    return Object.values(data).map((value) => Buffer.from(value, 'base64').toString().slice(0, longestValue));
}

;// CONCATENATED MODULE: ./lib/adapters/kubernetes/addons/metrics-server.js
const metrics_server_name = 'metrics-server';
const namespace = 'kube-system';
const labels = { 'k8s-app': metrics_server_name };
/**
 * The objects of metrics-server, as its releases ship them, for nodes whose kubelets have self-signed certificates.
 * The scrape of a kubelet must end before the next one begins, hence the request timeout.
 */
function metricsServer(image, resolutionSeconds) {
    const meta = { name: metrics_server_name, namespace, labels };
    return [
        { apiVersion: 'v1', kind: 'ServiceAccount', metadata: meta },
        ...permissions(),
        {
            apiVersion: 'v1',
            kind: 'Service',
            metadata: meta,
            spec: { selector: labels, ports: [{ name: 'https', port: 443, targetPort: 'https' }] },
        },
        { apiVersion: 'apps/v1', kind: 'Deployment', metadata: meta, spec: deployment(image, resolutionSeconds) },
        {
            apiVersion: 'apiregistration.k8s.io/v1',
            kind: 'APIService',
            metadata: { name: 'v1beta1.metrics.k8s.io', labels },
            spec: {
                group: 'metrics.k8s.io',
                version: 'v1beta1',
                groupPriorityMinimum: 100,
                versionPriority: 100,
                insecureSkipTLSVerify: true,
                service: { name: metrics_server_name, namespace },
            },
        },
    ];
}
function deployment(image, resolutionSeconds) {
    const args = [
        '--cert-dir=/tmp',
        '--secure-port=10250',
        '--kubelet-insecure-tls',
        '--kubelet-preferred-address-types=InternalIP,ExternalIP,Hostname',
        `--metric-resolution=${resolutionSeconds}s`,
        `--kubelet-request-timeout=${Math.max(1, Math.floor(resolutionSeconds * 0.8))}s`,
    ];
    const container = {
        name: metrics_server_name,
        image,
        imagePullPolicy: 'IfNotPresent',
        args,
        ports: [{ name: 'https', containerPort: 10250 }],
        readinessProbe: {
            httpGet: { path: '/readyz', port: 'https', scheme: 'HTTPS' },
            periodSeconds: 1,
            failureThreshold: 30,
        },
        resources: { requests: { cpu: '50m', memory: '64Mi' } },
        securityContext: {
            allowPrivilegeEscalation: false,
            readOnlyRootFilesystem: true,
            runAsNonRoot: true,
            runAsUser: 1000,
            capabilities: { drop: ['ALL'] },
            seccompProfile: { type: 'RuntimeDefault' },
        },
        volumeMounts: [{ name: 'tmp', mountPath: '/tmp' }],
    };
    const spec = {
        serviceAccountName: metrics_server_name,
        priorityClassName: 'system-cluster-critical',
        tolerations: [{ key: 'node-role.kubernetes.io/control-plane', operator: 'Exists', effect: 'NoSchedule' }],
        containers: [container],
        volumes: [{ name: 'tmp', emptyDir: {} }],
    };
    return { replicas: 1, selector: { matchLabels: labels }, template: { metadata: { labels }, spec } };
}
function permissions() {
    const rbac = 'rbac.authorization.k8s.io';
    const version = `${rbac}/v1`;
    const subjects = [{ kind: 'ServiceAccount', name: metrics_server_name, namespace }];
    const bind = (kind, as, roleKind, role, space) => ({
        apiVersion: version,
        kind,
        metadata: { name: as, ...(space === undefined ? {} : { namespace: space }), labels },
        roleRef: { apiGroup: rbac, kind: roleKind, name: role },
        subjects,
    });
    return [
        {
            apiVersion: version,
            kind: 'ClusterRole',
            metadata: { name: 'system:metrics-server', labels },
            rules: [
                { apiGroups: [''], resources: ['nodes/metrics'], verbs: ['get'] },
                { apiGroups: [''], resources: ['pods', 'nodes'], verbs: ['get', 'list', 'watch'] },
            ],
        },
        bind('RoleBinding', 'metrics-server-auth-reader', 'Role', 'extension-apiserver-authentication-reader', namespace),
        bind('ClusterRoleBinding', 'metrics-server:system:auth-delegator', 'ClusterRole', 'system:auth-delegator'),
        bind('ClusterRoleBinding', 'system:metrics-server', 'ClusterRole', 'system:metrics-server'),
    ];
}

;// CONCATENATED MODULE: ./lib/adapters/kubernetes/addons/traefik.js
const traefik_name = 'traefik';
const ingressNamespace = 'scale-gate-ingress';
const traefik_labels = { 'app.kubernetes.io/name': traefik_name, 'app.kubernetes.io/managed-by': 'scale-gate' };
const controller = 'traefik.io/ingress-controller';
/**
 * The objects of a Traefik that serves Ingresses of the given classes on a node port.
 * It balances each request over the endpoints, so that new replicas get traffic at once.
 */
function traefik(image, nodePort, classes) {
    const meta = { name: traefik_name, namespace: ingressNamespace, labels: traefik_labels };
    return [
        { apiVersion: 'v1', kind: 'Namespace', metadata: { name: ingressNamespace, labels: traefik_labels } },
        { apiVersion: 'v1', kind: 'ServiceAccount', metadata: meta },
        ...traefik_permissions(),
        ...[...new Set([traefik_name, ...classes])].map((className) => ({
            apiVersion: 'networking.k8s.io/v1',
            kind: 'IngressClass',
            metadata: {
                name: className,
                labels: traefik_labels,
                ...(className === traefik_name ? { annotations: { 'ingressclass.kubernetes.io/is-default-class': 'true' } } : {}),
            },
            spec: { controller },
        })),
        { apiVersion: 'apps/v1', kind: 'Deployment', metadata: meta, spec: traefik_deployment(image) },
        {
            apiVersion: 'v1',
            kind: 'Service',
            metadata: meta,
            spec: { type: 'NodePort', selector: traefik_labels, ports: [{ name: 'web', port: 80, targetPort: 'web', nodePort }] },
        },
    ];
}
function traefik_deployment(image) {
    const args = [
        '--global.checknewversion=false',
        '--global.sendanonymoususage=false',
        '--entrypoints.web.address=:8000',
        '--entrypoints.web.transport.respondingtimeouts.idletimeout=60s',
        '--ping=true',
        '--providers.kubernetesingress=true',
        '--providers.kubernetesingress.allowemptyservices=true',
        '--log.level=WARN',
    ];
    const container = {
        name: traefik_name,
        image,
        imagePullPolicy: 'IfNotPresent',
        args,
        ports: [
            { name: 'web', containerPort: 8000 },
            { name: 'traefik', containerPort: 8080 },
        ],
        readinessProbe: { httpGet: { path: '/ping', port: 'traefik' }, periodSeconds: 1, failureThreshold: 30 },
        resources: { requests: { cpu: '50m', memory: '64Mi' } },
        securityContext: {
            allowPrivilegeEscalation: false,
            readOnlyRootFilesystem: true,
            runAsNonRoot: true,
            runAsUser: 65532,
            runAsGroup: 65532,
            capabilities: { drop: ['ALL'] },
            seccompProfile: { type: 'RuntimeDefault' },
        },
    };
    const spec = {
        serviceAccountName: traefik_name,
        tolerations: [{ key: 'node-role.kubernetes.io/control-plane', operator: 'Exists', effect: 'NoSchedule' }],
        terminationGracePeriodSeconds: 1,
        containers: [container],
    };
    return { replicas: 1, selector: { matchLabels: traefik_labels }, template: { metadata: { labels: traefik_labels }, spec } };
}
function traefik_permissions() {
    const rbac = 'rbac.authorization.k8s.io';
    const read = ['get', 'list', 'watch'];
    return [
        {
            apiVersion: `${rbac}/v1`,
            kind: 'ClusterRole',
            metadata: { name: 'scale-gate-traefik', labels: traefik_labels },
            rules: [
                { apiGroups: [''], resources: ['services', 'secrets', 'nodes', 'configmaps'], verbs: read },
                { apiGroups: ['discovery.k8s.io'], resources: ['endpointslices'], verbs: read },
                { apiGroups: ['networking.k8s.io'], resources: ['ingresses', 'ingressclasses'], verbs: read },
                { apiGroups: ['networking.k8s.io'], resources: ['ingresses/status'], verbs: ['update'] },
            ],
        },
        {
            apiVersion: `${rbac}/v1`,
            kind: 'ClusterRoleBinding',
            metadata: { name: 'scale-gate-traefik', labels: traefik_labels },
            roleRef: { apiGroup: rbac, kind: 'ClusterRole', name: 'scale-gate-traefik' },
            subjects: [{ kind: 'ServiceAccount', name: traefik_name, namespace: ingressNamespace }],
        },
    ];
}

;// CONCATENATED MODULE: ./lib/adapters/kubernetes/platform.js





const deployments = {
    metrics: { namespace: 'kube-system', name: 'metrics-server', selector: 'k8s-app=metrics-server' },
    ingress: { namespace: ingressNamespace, name: 'traefik', selector: 'app.kubernetes.io/name=traefik' },
    dns: { namespace: 'kube-system', name: 'coredns', selector: 'k8s-app=kube-dns' },
};
/** What `provision` sees of a cluster through its API server. */
function kubernetesPlatform(client, ingressNodePort) {
    return {
        async nodes(signal) {
            const nodes = await client.list('/api/v1/nodes', {}, { signal });
            return nodes.map((node) => {
                const ready = node.status?.conditions?.find(({ type }) => type === 'Ready');
                return {
                    name: node.metadata.name,
                    ready: ready?.status === 'True',
                    reason: ready?.message ?? 'no Ready condition',
                };
            });
        },
        async version(signal) {
            return (await client.get('/version', { signal }))?.gitVersion ?? 'unknown';
        },
        async install(addOn, { images, ingressClasses, metricResolutionSeconds }, signal) {
            const objects = addOn === 'metrics'
                ? metricsServer(images.metrics, metricResolutionSeconds)
                : traefik(images.ingress, ingressNodePort, ingressClasses);
            for (const object of objects)
                await applyOwn(client, object, signal);
        },
        state: (addOn, signal) => deploymentState(client, addOn, signal),
        dns: (signal) => deploymentState(client, 'dns', signal),
        async usage(signal) {
            const pods = await client.list('/apis/metrics.k8s.io/v1beta1/pods', {}, { signal });
            // An entry without a figure is no usage: metrics-server lists pods before it has two samples of them.
            const usages = pods.flatMap(({ metadata, containers }) => {
                const cpu = containers[0]?.usage?.cpu;
                return cpu === undefined ? [] : [`${metadata.namespace ?? ''}/${metadata.name}: ${cpu} CPU`];
            });
            return usages[0];
        },
        async storage(signal) {
            const classes = await client.list('/apis/storage.k8s.io/v1/storageclasses', {}, { signal });
            return classes.find(({ metadata }) => metadata.annotations?.['storageclass.kubernetes.io/is-default-class'] === 'true')?.metadata.name;
        },
    };
}
async function applyOwn(client, object, signal) {
    const answer = await client.apply(object, { signal });
    if (!isRefusal(answer))
        return;
    throw new domain_error/* GateError */.ue('API_REFUSED', `the cluster refused ${object.kind}/${object.metadata.name} of an add-on: ${answer.message}`, {
        hint: 'The kubeconfig user must be allowed to install add-ons; or bring them yourself and set `cluster-add-ons: none`.',
    });
}
async function deploymentState(client, which, signal) {
    const { namespace, name, selector } = deployments[which];
    const [deployment, pods] = await Promise.all([
        client.get(`/apis/apps/v1/namespaces/${namespace}/deployments/${name}`, { signal }),
        client.list(`/api/v1/namespaces/${namespace}/pods`, { labelSelector: selector }, { signal }),
    ]);
    const wanted = deployment?.spec.replicas ?? 1;
    const ready = deployment?.status?.readyReplicas ?? 0;
    const trouble = worstTrouble(pods);
    const detail = `${ready} of ${wanted} ready${trouble === undefined ? '' : `: ${trouble.message}`}`;
    return {
        ready: deployment !== undefined && ready >= wanted && wanted > 0,
        detail,
        hopeless: trouble?.hopeless ?? false,
    };
}

;// CONCATENATED MODULE: ./lib/adapters/kubernetes/redis-faults.js

const signals = { kill: 'KILL', hang: 'STOP' };
/** An API server on a machine that stands still answers late. */
const patient = (signal) => ({ signal, timeoutMs: 90_000 });
/** containerd's own client; kind nodes have it, and its `task ls` gives container id, process id and state. */
const LIST_TASKS = ['ctr', '--namespace', 'k8s.io', 'task', 'ls'];
/**
 * Harm to Redis pods. Only `terminate` goes through the API: the first process of a container does not obey signals
 * from inside, and a NetworkPolicy does not cut links that exist, so the others need a shell on the machine.
 */
function kubernetesRedisFaults(client, { namespace, selector }, workload, shell) {
    const core = `/api/v1/namespaces/${encodeURIComponent(namespace)}`;
    const podOf = async (name, signal) => {
        const pod = await client.get(`${core}/pods/${name}`, patient(signal));
        if (pod !== undefined)
            return pod;
        throw new domain_error/* GateError */.ue('REDIS_UNREACHABLE', `pod ${namespace}/${name} is gone`, {
            hint: 'Look at its StatefulSet and at the events of the namespace.',
        });
    };
    const onMachine = async (pod, args, signal) => {
        const machine = pod.spec.nodeName ?? '';
        const answer = await shell?.(machine, args, signal);
        if (answer?.exitCode === 0)
            return answer.stdout;
        throw new domain_error/* GateError */.ue('COMMAND_FAILED', `${args.slice(0, 4).join(' ')} on ${machine}: exit ${answer?.exitCode ?? '?'}: ${answer?.stderr.slice(0, 200) ?? 'no shell on the machine'}`, {
            hint: 'Faults of this kind need a kind node with ctr, nsenter and iptables.',
        });
    };
    const send = async (name, word, signal) => {
        const pod = await podOf(name, signal);
        await onMachine(pod, ['kill', `-${word}`, await processOf(pod, onMachine, signal)], signal);
    };
    const network = async (name, rules, signal) => {
        const pod = await podOf(name, signal);
        const pid = await processOf(pod, onMachine, signal);
        await onMachine(pod, ['nsenter', '--target', pid, '--net', 'sh', '-c', rules], signal);
    };
    return {
        async harm(name, harm, signal) {
            if (harm === 'terminate')
                await client.delete(`${core}/pods/${name}`, patient(signal));
            else
                await send(name, signals[harm], signal);
        },
        resume: (name, signal) => send(name, 'CONT', signal),
        ...(shell === undefined
            ? {}
            : {
                isolate: (name, peers, signal) => network(name, cutOff(peers), signal),
                heal: (name, signal) => network(name, 'iptables -w -F INPUT && iptables -w -F OUTPUT', signal),
            }),
        async restartAll(signal) {
            await client.delete(`${core}/pods?labelSelector=${encodeURIComponent(selector)}`, patient(signal));
        },
        ...(workload === undefined
            ? {}
            : {
                async resize(nodes, signal) {
                    const path = `/apis/apps/v1/namespaces/${namespace}/statefulsets/${workload}`;
                    await client.merge(path, { spec: { replicas: nodes } }, patient(signal));
                },
            }),
        signals: shell !== undefined,
    };
}
/** Nothing from the peers comes in and nothing goes out to them; clients are not touched. */
function cutOff(peers) {
    return peers
        .map(({ host }) => `iptables -w -A INPUT -s ${host} -j DROP && iptables -w -A OUTPUT -d ${host} -j DROP`)
        .join(' && ');
}
async function processOf(pod, onMachine, signal) {
    const id = pod.status.containerStatuses?.[0]?.containerID?.replace(/^.*:\/\//, '');
    const tasks = await onMachine(pod, LIST_TASKS, signal);
    const pid = tasks
        .split('\n')
        .map((line) => line.trim().split(/\s+/))
        .find(([task]) => task !== undefined && task === id)?.[1];
    if (pid !== undefined)
        return pid;
    throw new domain_error/* GateError */.ue('COMMAND_FAILED', `no process of pod ${pod.metadata.name} on ${pod.spec.nodeName}`, {
        hint: 'The container may have just restarted; run the stage again.',
    });
}

;// CONCATENATED MODULE: ./lib/adapters/kubernetes/redis-finding.js


/**
 * Who the nodes are, by one name: the StatefulSet of this name, else what the Service of this name selects, which is
 * how operators and charts with a StatefulSet for each shard are found; else pods by the labels that charts agree on.
 * Undefined where there is none of them yet.
 */
async function lookForNodes(client, { namespace, name, tls }, signal) {
    const [workload, service] = await Promise.all([
        client.get(`/apis/apps/v1/namespaces/${namespace}/statefulsets/${name}`, { signal }),
        client.get(`/api/v1/namespaces/${namespace}/services/${name}`, { signal }),
    ]);
    const found = { namespace, tls, servicePort: portOf(service), workload: workload?.metadata.name };
    if (workload !== undefined)
        return { ...found, selector: selectorQuery(workload.spec.selector ?? {}) };
    const selected = service?.spec?.selector === undefined ? [] : [selectorQuery({ matchLabels: service.spec.selector })];
    const labelled = ['app.kubernetes.io/name', 'app.kubernetes.io/instance'].map((label) => `${label}=${name}`);
    for (const selector of [...selected, ...labelled]) {
        const pods = await client.list(`/api/v1/namespaces/${namespace}/pods`, { labelSelector: selector }, { signal });
        // Our own probe bears the name too.
        if (pods.some(({ metadata }) => metadata.name !== `${name}-probe`))
            return { ...found, selector };
    }
    return undefined;
}
/** The same, where there has to be one. */
async function findNodes(client, hosting, signal) {
    const found = await lookForNodes(client, hosting, signal);
    if (found !== undefined)
        return found;
    const { namespace, name } = hosting;
    throw new domain_error/* GateError */.ue('REDIS_UNREACHABLE', `there is no StatefulSet ${namespace}/${name}, no Service of this name that selects a pod, and no pod with the label app.kubernetes.io/name or app.kubernetes.io/instance ${name}`, {
        hint: 'Name the StatefulSet or the Service of the Redis nodes (redis-name), or let the gate create them (redis-mode: create).',
    });
}
/** The port of a Service that is for clients: the one of a telling name, or the only one that is not the bus. */
function portOf(service) {
    const ports = service?.spec?.ports ?? [];
    const telling = ports.find(({ name = '' }) => /^((tcp-)?(redis|valkey)(-client)?|client)$/.test(name));
    const [first] = ports.filter(({ name = '' }) => !/bus|gossip|metrics|exporter/.test(name));
    const chosen = telling ?? first;
    return chosen?.targetPort ?? chosen?.port;
}

// EXTERNAL MODULE: external "node:stream"
var external_node_stream_ = __webpack_require__(7075);
;// CONCATENATED MODULE: ./lib/adapters/kubernetes/exec.js


/** Starts a command in a container over a WebSocket. `stdin` is ended by its own end. */
async function execInPod(client, target, command, stdin) {
    const { Exec } = await Promise.all(/* import() */[__webpack_require__.e(24), __webpack_require__.e(468)]).then(__webpack_require__.bind(__webpack_require__, 468));
    const { namespace, pod, container } = target;
    const [stdout, stderr] = [new external_node_stream_.PassThrough(), new external_node_stream_.PassThrough()];
    let settle;
    const ended = new Promise((resolve, reject) => {
        settle = { resolve, reject };
    });
    const broken = (why) => new domain_error/* GateError */.ue('API_UNREACHABLE', `exec in ${namespace}/${pod}/${container} broke: ${why}`, {
        hint: 'Look at the pod: it may have been deleted or restarted.',
    });
    const socket = await new Exec(client.connection.config).exec(namespace, pod, container, [...command], stdout, stderr, stdin ?? null, false, (status) => {
        settle?.resolve(exec_exitCodeOf(status));
    });
    socket.onclose = () => settle?.reject(broken('the connection was closed'));
    socket.onerror = (event) => settle?.reject(broken(event.message));
    const tired = keepAlive(socket, () => settle?.reject(broken(`no sign of life in ${(PINGS * PING_MS) / 1000} s`)));
    ended
        .catch(() => undefined)
        .finally(() => {
        tired();
        stdout.end();
        stderr.end();
    });
    return { stdout, stderr, ended, close: () => socket.close() };
}
const PING_MS = 10_000;
const PINGS = 9;
/**
 * Tells a dead connection from a slow one: the server answers pings also while the command is silent. They are counted
 * and not timed, so that our own standing still is not held for the other's death; and a proxy that answers no ping at
 * all is not held for dead either. Gives what ends it.
 */
function keepAlive(socket, dead) {
    const { ping, on } = socket;
    if (ping === undefined || on === undefined)
        return () => undefined;
    let unanswered = 0;
    let answers = false;
    on.call(socket, 'pong', () => {
        answers = true;
        unanswered = 0;
    });
    const timer = setInterval(() => {
        if (answers && unanswered >= PINGS)
            dead();
        unanswered++;
        // A socket that is not open throws; its closing is told by itself.
        if (socket.readyState === 1)
            ping.call(socket);
    }, PING_MS);
    timer.unref();
    return () => clearInterval(timer);
}
/** Runs a command to its end and gives what it wrote. */
async function runInPod(client, target, command) {
    const session = await execInPod(client, target, command);
    const [stdout, stderr] = [collect(session.stdout), collect(session.stderr)];
    return { exitCode: await session.ended, stdout: stdout(), stderr: stderr() };
}
function collect(stream) {
    const chunks = [];
    stream.on('data', (chunk) => chunks.push(chunk));
    return () => Buffer.concat(chunks).toString();
}
function exec_exitCodeOf({ status, details, }) {
    if (status === 'Success')
        return 0;
    const code = details?.causes?.find(({ reason }) => reason === 'ExitCode')?.message;
    return code === undefined ? 1 : Number(code);
}

;// CONCATENATED MODULE: ./lib/adapters/kubernetes/redis-scripts.js
/** Where the scripts, the password and the made configuration are in a node's container. */
const paths = { scripts: '/scale-gate', auth: '/auth', tls: '/tls', run: '/run/redis', data: '/data' };
/** The same words for Redis and Valkey images; the password goes by environment, where `ps` does not show it. */
const client = `cli=redis-cli
command -v redis-cli >/dev/null 2>&1 || cli=valkey-cli
if [ -s ${paths.auth}/password ]; then REDISCLI_AUTH="$(cat ${paths.auth}/password)"; export REDISCLI_AUTH; fi
tls=
if [ -s ${paths.tls}/ca.crt ]; then tls='--tls --cacert ${paths.tls}/ca.crt --cert ${paths.tls}/tls.crt --key ${paths.tls}/tls.key'; fi
`;
/** The password is written to memory only, quoted as redis.conf wants it. */
const start = `set -eu
umask 077
conf=${paths.run}/redis.conf
cat ${paths.scripts}/redis.conf > "$conf"
echo "cluster-announce-ip $POD_IP" >> "$conf"
if [ -s ${paths.auth}/password ]; then
  password="$(sed 's/[\\\\"]/\\\\&/g' ${paths.auth}/password)"
  printf 'requirepass "%s"\\nmasterauth "%s"\\n' "$password" "$password" >> "$conf"
fi
server=redis-server
command -v redis-server >/dev/null 2>&1 || server=valkey-server
exec "$server" "$conf"
`;
/** Ready is who says that the cluster is whole and, as a replica, follows its primary. Asked each time, kept nowhere. */
const ready = `${client}
seen="$(printf 'CLUSTER INFO\\nINFO replication\\n' | timeout 4 "$cli" $tls 2>&1 | tr -d '\\r')"
case "$seen" in *cluster_state:ok*) ;; *) echo "cluster_state is not ok"; exit 1 ;; esac
case "$seen" in *master_link_status:down*) echo "replication link is down"; exit 1 ;; esac
`;
/** Alive is who answers anything: LOADING and MASTERDOWN are answers, and a restart would only make them last. */
const alive = `${client}
timeout 4 "$cli" $tls ping >/dev/null 2>&1
`;
/** Before a primary stops, a replica takes over: tens of milliseconds in place of the node timeout and more. */
const stop = `${client}
role() { timeout 2 "$cli" $tls role 2>/dev/null | head -n 1 | tr -d '\\r'; }
[ "$(role)" = master ] || exit 0
replicas="$(timeout 2 "$cli" $tls info replication | tr -d '\\r' | sed -n 's/^slave[0-9]*:ip=\\([^,]*\\),port=\\([0-9]*\\),state=online.*/\\1 \\2/p')"
echo "$replicas" | while read -r host port; do
  [ -n "$host" ] || continue
  timeout 2 "$cli" $tls -h "$host" -p "$port" cluster failover >/dev/null 2>&1 || continue
  tries=0
  while [ "$tries" -lt 30 ]; do
    [ "$(role)" = slave ] && exit 0
    sleep 0.1
    tries=$((tries + 1))
  done
done
exit 0
`;
/** One port for clients, in clear or in TLS and never both; the bus and the replication are what clients are. */
function listening({ tls }) {
    if (tls === undefined)
        return 'port 6379';
    const { tls: folder } = paths;
    return `port 0
tls-port 6379
tls-cluster yes
tls-replication yes
tls-auth-clients optional
tls-ca-cert-file ${folder}/ca.crt
tls-cert-file ${folder}/tls.crt
tls-key-file ${folder}/tls.key`;
}
function configuration(hosting) {
    const { maxmemory, maxmemoryPolicy, nodeTimeout, requireFullCoverage } = hosting;
    return `${listening(hosting)}
dir ${paths.data}
protected-mode no
cluster-enabled yes
cluster-config-file nodes.conf
cluster-node-timeout ${nodeTimeout}
cluster-require-full-coverage ${requireFullCoverage ? 'yes' : 'no'}
cluster-allow-replica-migration no
appendonly yes
appendfsync everysec
repl-diskless-sync-delay 0
maxmemory ${maxmemory}
maxmemory-policy ${maxmemoryPolicy}
`;
}
/** The files of a node's ConfigMap. */
function nodeFiles(hosting) {
    return {
        'redis.conf': configuration(hosting),
        'start.sh': start,
        'ready.sh': ready,
        'alive.sh': alive,
        'stop.sh': stop,
    };
}

;// CONCATENATED MODULE: ./lib/adapters/kubernetes/redis-objects.js

const CLIENT_LABEL = 'redis-client';
const CLIENT_PORT = 6379;
const BUS_PORT = 16_379;
/** A user that exists in no image, so that the volume's owner is the same whichever image is used. */
const USER = 999;
function labelsOf({ name }) {
    return {
        'app.kubernetes.io/name': name,
        'app.kubernetes.io/component': 'redis',
        'app.kubernetes.io/managed-by': 'scale-gate',
    };
}
/** Everything that the nodes are made of, in the order in which it is applied. */
function nodeObjects(hosting) {
    const { namespace, name } = hosting;
    const metadata = { name, namespace, labels: labelsOf(hosting) };
    const selector = { matchLabels: { 'app.kubernetes.io/name': name, 'app.kubernetes.io/component': 'redis' } };
    return [
        { apiVersion: 'v1', kind: 'ConfigMap', metadata, data: nodeFiles(hosting) },
        { apiVersion: 'networking.k8s.io/v1', kind: 'NetworkPolicy', metadata, spec: access(selector) },
        { apiVersion: 'v1', kind: 'Service', metadata, spec: redis_objects_service(selector.matchLabels) },
        { apiVersion: 'policy/v1', kind: 'PodDisruptionBudget', metadata, spec: { maxUnavailable: 1, selector } },
        { apiVersion: 'apps/v1', kind: 'StatefulSet', metadata, spec: statefulSet(hosting, selector) },
    ];
}
/** Clients by label on the client port; the nodes among themselves on both; nobody else. */
function access(selector) {
    const client = { protocol: 'TCP', port: CLIENT_PORT };
    return {
        podSelector: selector,
        policyTypes: ['Ingress'],
        ingress: [
            { from: [{ podSelector: { matchLabels: { [CLIENT_LABEL]: 'true' } } }], ports: [client] },
            { from: [{ podSelector: selector }], ports: [client, { protocol: 'TCP', port: BUS_PORT }] },
        ],
    };
}
/** Headless, and also for nodes that are not ready: they have to find each other in order to become it. */
function redis_objects_service(selector) {
    return {
        clusterIP: 'None',
        publishNotReadyAddresses: true,
        selector,
        ports: [
            { name: 'client', port: CLIENT_PORT },
            { name: 'bus', port: BUS_PORT },
        ],
    };
}
function statefulSet(hosting, selector) {
    return {
        serviceName: hosting.name,
        replicas: hosting.nodes,
        podManagementPolicy: 'Parallel',
        persistentVolumeClaimRetentionPolicy: { whenDeleted: 'Delete', whenScaled: 'Delete' },
        selector,
        template: { metadata: { labels: labelsOf(hosting) }, spec: podSpec(hosting, selector) },
        volumeClaimTemplates: [
            {
                metadata: { name: 'data' },
                spec: { accessModes: ['ReadWriteOnce'], resources: { requests: { storage: hosting.storage } } },
            },
        ],
    };
}
function podSpec(hosting, selector) {
    const { name, auth } = hosting;
    return {
        automountServiceAccountToken: false,
        enableServiceLinks: false,
        terminationGracePeriodSeconds: 30,
        securityContext: {
            runAsNonRoot: true,
            runAsUser: USER,
            runAsGroup: USER,
            fsGroup: USER,
            seccompProfile: { type: 'RuntimeDefault' },
        },
        affinity: {
            podAntiAffinity: {
                preferredDuringSchedulingIgnoredDuringExecution: [
                    { weight: 100, podAffinityTerm: { topologyKey: 'kubernetes.io/hostname', labelSelector: selector } },
                ],
            },
        },
        containers: [container(hosting)],
        volumes: [
            { name: 'scripts', configMap: { name } },
            { name: 'run', emptyDir: { medium: 'Memory', sizeLimit: '1Mi' } },
            ...tlsVolume(hosting),
            auth === undefined
                ? { name: 'auth', emptyDir: { medium: 'Memory', sizeLimit: '1Mi' } }
                : {
                    name: 'auth',
                    secret: { secretName: auth.secret, items: [{ key: auth.key, path: 'password' }], defaultMode: 0o440 },
                },
        ],
    };
}
/** The certificate of nodes and probe; readable for the group that owns the files. */
function tlsVolume({ tls }) {
    return tls === undefined ? [] : [{ name: 'tls', secret: { secretName: tls, defaultMode: 0o440 } }];
}
function tlsMount({ tls }) {
    return tls === undefined ? [] : [{ name: 'tls', mountPath: paths.tls, readOnly: true }];
}
function script(file) {
    return { exec: { command: ['sh', `${paths.scripts}/${file}`] } };
}
function container(hosting) {
    const { image, memory } = hosting;
    return {
        name: 'redis',
        image,
        command: ['sh', `${paths.scripts}/start.sh`],
        env: [{ name: 'POD_IP', valueFrom: { fieldRef: { fieldPath: 'status.podIP' } } }],
        ports: [
            { name: 'client', containerPort: CLIENT_PORT },
            { name: 'bus', containerPort: BUS_PORT },
        ],
        resources: { requests: { cpu: '20m', memory: '32Mi' }, limits: { memory } },
        securityContext: { allowPrivilegeEscalation: false, readOnlyRootFilesystem: true, capabilities: { drop: ['ALL'] } },
        readinessProbe: { ...script('ready.sh'), periodSeconds: 5, timeoutSeconds: 5, failureThreshold: 2 },
        livenessProbe: {
            ...script('alive.sh'),
            periodSeconds: 15,
            timeoutSeconds: 5,
            failureThreshold: 4,
            initialDelaySeconds: 20,
        },
        lifecycle: { preStop: script('stop.sh') },
        volumeMounts: [
            { name: 'data', mountPath: paths.data },
            { name: 'scripts', mountPath: paths.scripts },
            { name: 'run', mountPath: paths.run },
            { name: 'auth', mountPath: paths.auth, readOnly: true },
            ...tlsMount(hosting),
        ],
    };
}
function probeName({ name }) {
    return `${name}-probe`;
}
/** A plain Node.js container that waits to be asked; the probe's bundle is mounted, its password comes by the Secret. */
function probeObjects(hosting, bundle) {
    const { namespace, probeImage, auth } = hosting;
    const labels = { ...labelsOf(hosting), 'app.kubernetes.io/component': 'redis-probe', [CLIENT_LABEL]: 'true' };
    const metadata = { name: probeName(hosting), namespace, labels };
    const idle = "process.on('SIGTERM', () => process.exit(0)); setInterval(() => {}, 1e9)";
    const password = auth === undefined
        ? []
        : [{ name: 'REDIS_PASSWORD', valueFrom: { secretKeyRef: { name: auth.secret, key: auth.key } } }];
    return [
        { apiVersion: 'v1', kind: 'ConfigMap', metadata, data: { 'probe.mjs': bundle } },
        {
            apiVersion: 'v1',
            kind: 'Pod',
            metadata,
            spec: {
                automountServiceAccountToken: false,
                enableServiceLinks: false,
                restartPolicy: 'Always',
                terminationGracePeriodSeconds: 1,
                securityContext: {
                    runAsNonRoot: true,
                    runAsUser: USER,
                    runAsGroup: USER,
                    fsGroup: USER,
                    seccompProfile: { type: 'RuntimeDefault' },
                },
                containers: [
                    {
                        name: 'probe',
                        image: probeImage,
                        command: ['node', '-e', idle],
                        env: [...password, ...(hosting.tls === undefined ? [] : [{ name: 'REDIS_TLS', value: paths.tls }])],
                        resources: { requests: { cpu: '50m', memory: '64Mi' }, limits: { memory: '384Mi' } },
                        securityContext: {
                            allowPrivilegeEscalation: false,
                            readOnlyRootFilesystem: true,
                            capabilities: { drop: ['ALL'] },
                        },
                        volumeMounts: [{ name: 'probe', mountPath: '/probe', readOnly: true }, ...tlsMount(hosting)],
                    },
                ],
                volumes: [{ name: 'probe', configMap: { name: probeName(hosting) } }, ...tlsVolume(hosting)],
            },
        },
    ];
}

;// CONCATENATED MODULE: ./lib/adapters/kubernetes/redis-pods.js


/** A pod as a Redis node. A pod that is going away has no address any more, whatever it still answers. */
function hostedNode(pod, claims, servicePort) {
    const { metadata, spec, status } = pod;
    const claim = spec.volumes?.flatMap(({ persistentVolumeClaim: found }) => found?.claimName ?? [])[0];
    const trouble = troubleOf(pod);
    const going = metadata.deletionTimestamp !== undefined || status.podIP === undefined;
    const address = going
        ? undefined
        : { name: metadata.name, host: status.podIP ?? '', port: clientPort(pod, servicePort) };
    const restarts = (status.containerStatuses ?? []).reduce((sum, { restartCount }) => sum + restartCount, 0);
    return {
        name: metadata.name,
        address,
        incarnation: `${metadata.uid ?? ''}/${restarts}`,
        machine: spec.nodeName,
        ready: isReady(pod),
        ...(trouble?.hopeless ? { trouble: `${trouble.reason}: ${trouble.message}` } : {}),
        memoryLimit: bytes(spec.containers[0]?.resources?.limits?.['memory']),
        persistent: claim !== undefined,
        volume: claims.find(({ metadata: { name } }) => name === claim)?.spec?.volumeName,
    };
}
/** Whether a pod is a Redis node and not what we put beside them. */
function isNode({ metadata: { labels = {} } }) {
    return labels['app.kubernetes.io/component'] !== 'redis-probe';
}
/**
 * Where a pod listens for clients: at what the Service points to, by number or by name; else at a port of a telling
 * name, at the one that has a bus 10000 above it, at the first that is no bus, or where Redis always does.
 */
function clientPort({ spec }, servicePort) {
    if (typeof servicePort === 'number')
        return servicePort;
    const ports = spec.containers.flatMap(({ ports: own = [] }) => own);
    const named = ports.find(({ name }) => name !== undefined && name === servicePort)?.containerPort;
    if (named !== undefined)
        return named;
    const numbers = ports.flatMap(({ containerPort }) => containerPort ?? []);
    const telling = ports.find(({ name = '' }) => /^((tcp-)?(redis|valkey)(-client)?|client)$/.test(name))?.containerPort;
    const first = ports.find(({ name = '' }) => !/bus|gossip|metrics|exporter/.test(name))?.containerPort;
    return telling ?? numbers.find((port) => numbers.includes(port + 10_000)) ?? first ?? CLIENT_PORT;
}
const units = {
    '': 1,
    k: 1e3,
    M: 1e6,
    G: 1e9,
    Ki: 1024,
    Mi: 1024 ** 2,
    Gi: 1024 ** 3,
};
/** Bytes of a Kubernetes quantity; undefined where there is none, or of a unit that memory has not. */
function bytes(quantity) {
    const [, number, unit = ''] = /^([\d.]+)([A-Za-z]*)$/.exec(quantity ?? '') ?? [];
    const factor = units[unit];
    return number === undefined || factor === undefined ? undefined : Number(number) * factor;
}
function hostingFacts({ nodes, pods, budgets, policies }) {
    const pod = pods[0];
    const container = pod?.spec.containers[0];
    const labels = pod?.metadata.labels ?? {};
    const selects = (wanted) => Object.entries(wanted ?? {}).every(([key, value]) => labels[key] === value);
    return {
        machines: nodes.filter(takesPods).map(({ metadata }) => metadata.name),
        disruptionBudget: budgets.some(({ spec }) => selects(spec?.selector?.matchLabels)),
        graceSeconds: pod?.spec.terminationGracePeriodSeconds,
        preStop: container?.lifecycle?.preStop !== undefined,
        readinessProbe: container?.readinessProbe !== undefined,
        isolated: policies.some(({ spec }) => selects(spec?.podSelector?.matchLabels) && (spec?.policyTypes ?? ['Ingress']).includes('Ingress')),
    };
}
function takesPods(node) {
    const { unschedulable = false, taints = [] } = node.spec ?? {};
    return !unschedulable && taints.every(({ effect }) => effect === 'PreferNoSchedule');
}

;// CONCATENATED MODULE: ./lib/adapters/kubernetes/redis-hosts.js



/** An API server on a machine that stands still answers late, which is no reason to give a measurement up. */
const redis_hosts_patient = (signal) => ({ signal, timeoutMs: 90_000 });
/** Redis nodes as pods of a namespace. */
function kubernetesRedisHosts(client, where) {
    const { namespace, selector, servicePort, tls } = where;
    const core = `/api/v1/namespaces/${encodeURIComponent(namespace)}`;
    const pods = async (signal) => (await client.list(`${core}/pods`, { labelSelector: selector }, redis_hosts_patient(signal))).filter(isNode);
    return {
        async nodes(signal) {
            const [found, claims] = await Promise.all([
                pods(signal),
                client.list(`${core}/persistentvolumeclaims`, {}, redis_hosts_patient(signal)),
            ]);
            return found
                .map((pod) => hostedNode(pod, claims, servicePort))
                .toSorted((a, b) => ordinal(a.name) - ordinal(b.name));
        },
        async facts(signal) {
            const options = redis_hosts_patient(signal);
            const [nodes, found, certificateExpires, budgets, policies] = await Promise.all([
                client.list('/api/v1/nodes', {}, options),
                pods(signal),
                tls === undefined ? undefined : certificateEnd(client, namespace, tls, signal),
                client.list(`/apis/policy/v1/namespaces/${namespace}/poddisruptionbudgets`, {}, options),
                client.list(`/apis/networking.k8s.io/v1/namespaces/${namespace}/networkpolicies`, {}, options),
            ]);
            return { ...hostingFacts({ nodes, pods: found, budgets, policies }), certificateExpires };
        },
        async dial(targets, signal) {
            const found = (await pods(signal)).filter(({ metadata }) => targets.some(({ name }) => name === metadata.name));
            return (await Promise.all(found.map((pod) => dialFrom(client, namespace, pod, targets)))).flat();
        },
    };
}
/** When the certificate in a Secret ends; undefined where we may not read it, or where it is none. */
async function certificateEnd(client, namespace, name, signal) {
    try {
        const path = `/api/v1/namespaces/${namespace}/secrets/${name}`;
        const secret = await client.get(path, {
            signal,
        });
        const pem = Buffer.from(secret?.data?.['tls.crt'] ?? '', 'base64');
        return new external_node_crypto_.X509Certificate(pem).validToDate.getTime();
    }
    catch {
        return undefined;
    }
}
/** `redis-10` comes after `redis-9`. */
function ordinal(name) {
    return Number(/(\d+)$/.exec(name)?.[1] ?? 0);
}
const DIAL_SECONDS = 3;
/** Opens all connections at once and says which came about; bash's own `/dev/tcp`, for images have no dialler. */
const dialler = `for t; do (exec 3<>"/dev/tcp/\${t%/*}/\${t##*/}" && echo "ok $t" || echo "refused $t") 2>/dev/null & done; wait`;
async function dialFrom(client, namespace, pod, targets) {
    const from = pod.metadata.name;
    const pairs = targets
        .filter(({ name }) => name !== from)
        .flatMap((to) => [to.port, to.busPort ?? to.port + 10_000].map((port) => ({ to, port })));
    const names = pairs.map(({ to, port }) => `${to.host}/${port}`);
    const target = { namespace, pod: from, container: pod.spec.containers[0]?.name ?? 'redis' };
    const { stdout, stderr } = await runInPod(client, target, [
        'timeout',
        String(DIAL_SECONDS),
        'bash',
        '-c',
        dialler,
        'dial',
        ...names,
    ]);
    // No bash, no timeout, no answer at all: nothing was dialled, which is not the same as blocked.
    if (stdout === '' && stderr !== '')
        return [];
    const lines = new Set(stdout.split('\n'));
    return pairs.map(({ to, port }, index) => {
        const said = lines.has(`ok ${names[index]}`)
            ? undefined
            : lines.has(`refused ${names[index]}`)
                ? 'refused'
                : `no answer within ${DIAL_SECONDS} s`;
        return { from, to: to.name, port, failure: said };
    });
}

// EXTERNAL MODULE: external "node:events"
var external_node_events_ = __webpack_require__(8474);
;// CONCATENATED MODULE: ./lib/adapters/kubernetes/redis-forward.js


/** Forwards through the API server. Slower than a probe in the cluster, and gone with the pod in the middle of a test. */
function podDoors(client, namespace) {
    const servers = new Map();
    const sockets = new Set();
    let ports = new Map();
    const open = async ({ name, port }) => {
        const server = (0,external_node_net_.createServer)((socket) => {
            sockets.add(socket);
            socket.on('close', () => sockets.delete(socket));
            // A pod that is gone is the caller's news: its connection ends, and that is what is counted.
            socket.on('error', () => socket.destroy());
            forward(client, namespace, name, port, socket).catch(() => socket.destroy());
        });
        server.listen(0, '127.0.0.1');
        await (0,external_node_events_.once)(server, 'listening');
        return server;
    };
    return {
        dial: (host, port) => ({ host: '127.0.0.1', port: ports.get(`${host}:${port}`) ?? 1 }),
        async use(addresses) {
            for (const address of addresses)
                if (!servers.has(address.name))
                    servers.set(address.name, await open(address));
            ports = new Map(addresses.map(({ name, host, port }) => [`${host}:${port}`, redis_forward_portOf(servers.get(name))]));
        },
        close() {
            for (const socket of sockets)
                socket.destroy();
            for (const server of servers.values())
                server.close();
        },
    };
}
function redis_forward_portOf(server) {
    const address = server?.address();
    return typeof address === 'object' && address !== null ? address.port : 1;
}
/**
 * One connection as the API's port-forward protocol has it over a WebSocket: stream 0 is data, stream 1 errors, and
 * the first two bytes of each stream are the port's number.
 */
async function forward(client, namespace, pod, port, socket) {
    const { WebSocketHandler } = await __webpack_require__.e(/* import() */ 24).then(__webpack_require__.bind(__webpack_require__, 6643));
    const started = [false, false];
    const path = `/api/v1/namespaces/${encodeURIComponent(namespace)}/pods/${encodeURIComponent(pod)}/portforward?ports=${port}`;
    const webSocket = await new WebSocketHandler(client.connection.config).connect(path, null, (stream, bytes) => {
        const data = started[stream] === true ? bytes : bytes.subarray(2);
        started[stream] = true;
        if (stream === 0 && data.length > 0)
            socket.write(data);
        if (stream === 1 && data.length > 0)
            socket.destroy();
        return true;
    });
    webSocket.onclose = () => socket.destroy();
    webSocket.onerror = () => socket.destroy();
    socket.on('close', () => webSocket.close());
    WebSocketHandler.handleStandardInput(webSocket, socket, 0);
}

;// CONCATENATED MODULE: ./lib/ports/redis-protocol.js
/** First line of a probe that is ready, so that a shell's complaint is not taken for one. */
const PROBE_READY = '{"ready":"scale-gate-probe-1"}';

;// CONCATENATED MODULE: ./lib/adapters/kubernetes/redis-channel.js

/** Speaks the probe's protocol over its stdin and stdout. */
function probeChannel(link) {
    const waiting = new Map();
    const ready = Promise.withResolvers();
    let next = 0;
    let over;
    eachLine(link.stdout, (line) => {
        if (line === PROBE_READY)
            ready.resolve(undefined);
        else
            settle(waiting, line);
    });
    link.ended.then((why) => {
        over = why;
        ready.resolve(why);
        for (const tell of waiting.values())
            tell({ kind: 'broken', why });
        waiting.clear();
    });
    return {
        ready: ready.promise,
        async ask(request, withinMs) {
            if (over !== undefined)
                return { kind: 'broken', why: over };
            const id = next++;
            const answer = Promise.withResolvers();
            const why = `no answer to "${request.op}" within ${withinMs} ms, and no end of the connection either`;
            const timer = setTimeout(answer.resolve, withinMs, { kind: 'broken', why });
            waiting.set(id, answer.resolve);
            link.stdin.write(`${JSON.stringify({ ...request, id })}\n`);
            return answer.promise.finally(() => {
                clearTimeout(timer);
                waiting.delete(id);
            });
        },
        close: () => link.close(),
    };
}
function settle(waiting, line) {
    const answer = redis_channel_parse(line);
    if (answer === undefined)
        return;
    waiting.get(answer.id)?.(answer.ok ? { kind: 'answer', value: answer.value } : { kind: 'refused', why: answer.error });
}
function redis_channel_parse(line) {
    try {
        return JSON.parse(line);
    }
    catch {
        return undefined;
    }
}
function eachLine(stream, take) {
    let rest = '';
    stream.setEncoding('utf8');
    stream.on('data', (chunk) => {
        const lines = (rest + chunk).split('\n');
        rest = lines.pop() ?? '';
        for (const line of lines)
            take(line);
    });
}

;// CONCATENATED MODULE: ./lib/adapters/kubernetes/redis-remote.js


/**
 * How long an answer may take beyond its calls' own limit while the connection lives. Silence is all that is known
 * then, and a machine that stands still for half a minute is no broken probe: a dead connection says so by itself.
 */
const PATIENT_MS = 120_000;
const READY_MS = 60_000;
const TRIES = 3;
const PAUSE_MS = 1000;
/** Opens a probe by `open` and goes on with another link where one breaks. Throws `REDIS_UNREACHABLE`. */
async function remoteProbe(open, clock, signal) {
    let addresses = [];
    const begin = async () => {
        const channel = probeChannel(await open());
        const why = await redis_remote_within(channel.ready, clock, signal);
        if (why === undefined && addresses.length > 0)
            await channel.ask({ op: 'use', addresses }, PATIENT_MS);
        if (why === undefined)
            return channel;
        channel.close();
        throw broken(why);
    };
    let current = begin();
    await current;
    /** One at a time makes the new link; whoever else found the old one broken uses it too. */
    const renew = (old) => {
        if (current !== old)
            return current;
        current = old.then((channel) => channel.close()).then(() => again(begin, clock, signal));
        current.catch(() => undefined);
        return current;
    };
    const ask = async (request, withinMs) => {
        for (let tries = 1;; tries++) {
            const used = current;
            const told = await (await used).ask(request, withinMs);
            if (told.kind === 'answer')
                return told.value;
            if (told.kind === 'refused')
                throw redis_remote_refused(told.why);
            if (tries >= TRIES || signal?.aborted || !isRestatable(request))
                throw broken(told.why);
            await renew(used);
        }
    };
    const nodes = nodesOver(ask, (given) => {
        addresses = given;
    });
    const close = () => void current.then((channel) => channel.close()).catch(() => undefined);
    return { nodes, load: loadOver(ask), pulse: pulseOver(ask), close };
}
async function redis_remote_within(ready, clock, signal) {
    const stop = new AbortController();
    const either = signal === undefined ? stop.signal : AbortSignal.any([signal, stop.signal]);
    const late = clock.sleep(READY_MS, either).then(() => `it was not ready within ${READY_MS} ms`, () => 'cancelled');
    return Promise.race([ready, late]).finally(() => stop.abort());
}
async function again(begin, clock, signal) {
    for (let tries = 1;; tries++) {
        try {
            return await begin();
        }
        catch (error) {
            if (tries >= TRIES || !(error instanceof domain_error/* GateError */.ue))
                throw error;
            await clock.sleep(PAUSE_MS * tries, signal);
        }
    }
}
const redis_remote_questions = new Set('PING INFO GET MGET EXISTS TTL PTTL EXPIRETIME PEXPIRETIME ROLE DBSIZE READONLY CONFIG\u00b7GET CLUSTER\u00b7NODES CLUSTER\u00b7INFO CLUSTER\u00b7MYID CLUSTER\u00b7KEYSLOT CLUSTER\u00b7GETKEYSINSLOT CLUSTER\u00b7COUNTKEYSINSLOT'.split(' '));
/** What may be asked twice: it changes nothing, or leaves the same behind. A load that was cut off is lost. */
function isRestatable(request) {
    if (request.op === 'call')
        return request.calls.every(isQuestion);
    return request.op === 'use' || request.op === 'read-back';
}
function isQuestion({ args: [first = '', second = ''] }) {
    return redis_remote_questions.has(first) || redis_remote_questions.has(`${first}\u00b7${second}`);
}
function nodesOver(ask, remember) {
    return {
        async use(addresses) {
            remember(addresses);
            await ask({ op: 'use', addresses }, PATIENT_MS);
        },
        call: async (calls, timeoutMs) => (await ask({ op: 'call', calls, timeoutMs }, timeoutMs + PATIENT_MS)),
        async close() { },
    };
}
function loadOver(ask) {
    return {
        async start(options) {
            await ask({ op: 'load-start', options }, PATIENT_MS);
        },
        stop: async (prefix) => (await ask({ op: 'load-stop', prefix }, PATIENT_MS)),
        readBack: async (keys) => (await ask({ op: 'read-back', keys }, PATIENT_MS * 2)),
    };
}
/** A probe that was started anew knows nothing of before: what it stood still then is not told, and not invented. */
function pulseOver(ask) {
    return {
        who: 'the probe',
        stoodStill: async (lastMs) => (await ask({ op: 'stood-still', lastMs }, PATIENT_MS)),
    };
}
function broken(why) {
    return new domain_error/* GateError */.ue('REDIS_UNREACHABLE', `the Redis probe in the cluster broke off: ${why}`, {
        hint: 'Look at the probe pod: `kubectl describe pod` and its log; its image needs Node.js 20 or newer.',
    });
}
function redis_remote_refused(why) {
    return new domain_error/* GateError */.ue('REDIS_UNREACHABLE', `the Redis probe in the cluster could not do it: ${why}`, {
        hint: 'Look at the probe pod: `kubectl describe pod` and its log; its image needs Node.js 20 or newer.',
    });
}

;// CONCATENATED MODULE: ./lib/adapters/kubernetes/redis-probe.js








const PROBE_MS = 120_000;
const LOOK_MS = 200;
/** What a ConfigMap holds, less a little for its other fields. */
const MAX_BUNDLE = 1_000_000;
/** A pod beside the nodes; where the cluster refuses one, connections from here through the API server. */
async function openProbe(options, hosting, signal) {
    const { client, clock, bundle, outside } = options;
    const objects = probeObjects(hosting, checked(await bundle()));
    const remove = () => removeAll(client, hosting, objects);
    const refusal = await firstRefusal(client, objects, signal);
    if (refusal !== undefined) {
        await remove();
        if (outside !== undefined)
            return openOutside(client, hosting, outside, signal);
        throw new domain_error/* GateError */.ue('API_REFUSED', `the probe pod ${hosting.namespace}/${probeName(hosting)} was refused: ${refusal.message}`, {
            hint: 'Allow a pod with no privileges in this namespace: look at quota and admission policies.',
        });
    }
    try {
        await awaitRunning(client, clock, hosting, signal);
        return await connectProbe(options, hosting, remove, signal);
    }
    catch (error) {
        await remove().catch(() => undefined);
        throw error;
    }
}
function checked(bundle) {
    if (bundle.length <= MAX_BUNDLE)
        return bundle;
    throw new domain_error/* GateError */.ue('REDIS_UNREACHABLE', `the probe's bundle has ${bundle.length} bytes, a ConfigMap holds ${MAX_BUNDLE}`, { hint: 'Build it minified: npm run build.' });
}
async function firstRefusal(client, objects, signal) {
    for (const object of objects) {
        const answer = await client.apply(object, { signal });
        if (isRefusal(answer))
            return answer;
    }
    return undefined;
}
async function removeAll(client, hosting, objects) {
    for (const { kind } of objects) {
        await client.delete(`/api/v1/namespaces/${hosting.namespace}/${kind === 'Pod' ? 'pods' : 'configmaps'}/${probeName(hosting)}`);
    }
}
async function awaitRunning(client, clock, hosting, signal) {
    const name = probeName(hosting);
    const deadline = clock.monotonic() + PROBE_MS;
    for (;;) {
        const pod = await client.get(`/api/v1/namespaces/${hosting.namespace}/pods/${name}`, { signal });
        const running = pod?.status.containerStatuses?.some(({ state }) => state?.running !== undefined);
        if (running && pod?.metadata.deletionTimestamp === undefined)
            return;
        const trouble = pod === undefined ? undefined : troubleOf(pod);
        if (trouble?.hopeless || clock.monotonic() > deadline) {
            throw new domain_error/* GateError */.ue('REDIS_UNREACHABLE', `probe pod ${hosting.namespace}/${name} does not run: ${trouble?.message ?? pod?.status.phase ?? 'absent'}`, {
                hint: `Make the image ${hosting.probeImage} available to the cluster, and the Secret of the password.`,
            });
        }
        await clock.sleep(LOOK_MS, signal);
    }
}
async function connectProbe({ client, clock, pulse }, hosting, remove, signal) {
    const { namespace } = hosting;
    const pod = probeName(hosting);
    const remote = await remoteProbe(() => startProbe(client, namespace, pod), clock, signal);
    const close = async () => {
        remote.close();
        await remove();
    };
    const pulses = [remote.pulse, ...(pulse === undefined ? [] : [pulse])];
    return { nodes: remote.nodes, load: remote.load, where: `pod ${namespace}/${pod}`, pulses, close };
}
/** One more process of the probe in its pod; it ends with its stdin. */
async function startProbe(client, namespace, pod) {
    const stdin = new external_node_stream_.PassThrough();
    const session = await execInPod(client, { namespace, pod, container: 'probe' }, ['node', '/probe/probe.mjs'], stdin);
    let complaint = '';
    session.stderr.on('data', (chunk) => {
        complaint = (complaint + chunk.toString()).slice(-400);
    });
    const ended = session.ended.then((code) => `it ended with ${code} ${complaint}`, (error) => (error instanceof Error ? error.message : String(error)));
    const close = () => {
        stdin.end();
        session.close();
    };
    return { stdin, stdout: session.stdout, ended, close };
}
/** From this machine, with addresses mapped when dialling; the password is read from its Secret and kept in memory. */
async function openOutside(client, hosting, outside, signal) {
    const doors = podDoors(client, hosting.namespace);
    const { nodes, load, pulse } = await outside(await loginOf(client, hosting, signal), doors.dial);
    const close = async () => {
        await nodes.close();
        doors.close();
    };
    const use = async (addresses) => {
        await doors.use(addresses);
        await nodes.use(addresses);
    };
    return { nodes: { ...nodes, use }, load, where: 'this machine, through the API server', pulses: [pulse], close };
}
async function loginOf(client, hosting, signal) {
    const { namespace, auth, tls } = hosting;
    const [password, files] = await Promise.all([
        auth === undefined ? undefined : secretOf(client, namespace, auth.secret, [auth.key], signal),
        tls === undefined ? undefined : secretOf(client, namespace, tls, ['ca.crt', 'tls.crt', 'tls.key'], signal),
    ]);
    const [ca = '', cert = '', key = ''] = files ?? [];
    return { password: password?.[0]?.trimEnd(), tls: files === undefined ? undefined : { ca, cert, key } };
}
async function secretOf(client, namespace, name, keys, signal) {
    const path = `/api/v1/namespaces/${namespace}/secrets/${name}`;
    const secret = await client.get(path, { signal });
    return keys.map((key) => {
        const encoded = secret?.data?.[key];
        if (encoded !== undefined)
            return Buffer.from(encoded, 'base64').toString();
        throw new domain_error/* GateError */.ue('REDIS_UNREACHABLE', `Secret ${namespace}/${name} has no key ${key}`, {
            hint: 'Name the Secret and the key of the Redis password (redis-auth-secret), or of its certificate (redis-tls-secret).',
        });
    });
}

;// CONCATENATED MODULE: ./lib/adapters/kubernetes/redis-grounds.js







/** Redis Clusters as StatefulSets, and the probe as a pod beside them. */
function kubernetesRedisGrounds(options) {
    const open = async (hosting, signal, objects) => {
        const { client, shell } = options;
        await applyAll(client, objects, signal);
        const [probe, found] = await Promise.all([openProbe(options, hosting, signal), findNodes(client, hosting, signal)]);
        return {
            hosts: kubernetesRedisHosts(client, found),
            faults: kubernetesRedisFaults(client, found, found.workload, shell),
            probe,
        };
    };
    return {
        create: (hosting, signal) => open(hosting, signal, nodeObjects(hosting)),
        find: (hosting, signal) => open(hosting, signal, []),
        exists: async (hosting, signal) => (await lookForNodes(options.client, hosting, signal)) !== undefined,
    };
}
async function applyAll(client, objects, signal) {
    for (const object of objects) {
        const answer = await client.apply(object, { signal });
        if (!isRefusal(answer))
            continue;
        throw new domain_error/* GateError */.ue('API_REFUSED', `${object.kind} ${object.metadata.namespace}/${object.metadata.name} was refused: ${answer.message}`, {
            hint: 'Look at the message: quota, admission policy or the storage class may forbid it.',
        });
    }
}

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

;// CONCATENATED MODULE: ./lib/adapters/node/host-load.js



/** `some avg10=\u2026 total=` is in microseconds. See Documentation/accounting/psi.rst of Linux. */
function waitedOf(pressure) {
    const total = /^some .*total=(\d+)$/m.exec(pressure)?.[1];
    return total === undefined ? null : Number(total) / 1000;
}
/** Linux' own counters; a machine without them tells nothing, which is no fault. */
function hostLoad(proc = '/proc') {
    const text = (...names) => (0,promises_.readFile)(external_node_path_.join(proc, ...names), 'utf8').catch(() => '');
    return {
        async look() {
            const [stat, pressure] = await Promise.all([text('stat'), text('pressure', 'cpu')]);
            return { cpu: processorTime(stat), waitedMs: waitedOf(pressure) };
        },
    };
}

;// CONCATENATED MODULE: ./lib/adapters/node/http-probe.js



/** Single requests by Node's own client, each on a connection of its own. Redirects are answers. */
const nodeHttpProbe = {
    get({ url, host, timeoutMs }, signal) {
        return new Promise((resolve, reject) => {
            const begun = performance.now();
            const client = url.startsWith('https:') ? external_node_https_ : external_node_http_;
            const headers = host === undefined ? {} : { host };
            const request = client.get(url, { agent: false, headers, signal, timeout: timeoutMs }, (response) => {
                response.resume();
                response.on('end', () => resolve({ status: response.statusCode ?? 0, durationMs: performance.now() - begun }));
                response.on('error', fail);
            });
            const fail = (cause) => reject(new domain_error/* GateError */.ue('LOAD_FAILED', `no HTTP answer from ${url}: ${cause.message}`, {
                hint: 'Look at the route and at the pods behind it.',
                cause,
            }));
            request.on('timeout', () => request.destroy(new Error(`no answer within ${timeoutMs} ms`)));
            request.on('error', fail);
        });
    },
};

// EXTERNAL MODULE: ./lib/adapters/node/pulse.js
var pulse = __webpack_require__(880);
;// CONCATENATED MODULE: ./lib/autoscaler/timeline.js
/** `timeline.jsonl` as text: one row a line. */
function timelineText(rows) {
    return rows.map((row) => `${JSON.stringify(row)}\n`).join('');
}

;// CONCATENATED MODULE: ./lib/adapters/node/timeline-file.js




/**
 * `timeline.jsonl` on disk. Written at once and in order: a row is a few kilobytes a second.
 *
 * @param clean takes secrets out of a row before it leaves the process.
 */
function timelineFile(file, clean) {
    let begun = false;
    const write = (work) => {
        try {
            if (!begun) {
                (0,external_node_fs_.mkdirSync)(external_node_path_.dirname(file), { recursive: true });
                (0,external_node_fs_.writeFileSync)(file, '');
            }
            begun = true;
            work();
        }
        catch (cause) {
            throw new domain_error/* GateError */.ue('PUBLISH_FAILED', `${file} cannot be written: ${cause instanceof Error ? cause.message : cause}`, {
                hint: 'Name a folder that can be written to with `reports-folder`.',
                cause,
            });
        }
    };
    return {
        keep: (row) => write(() => (0,external_node_fs_.appendFileSync)(file, timelineText([clean(row)]))),
        complete: (rows) => write(() => {
            (0,external_node_fs_.writeFileSync)(`${file}.part`, timelineText(rows.map(clean)));
            (0,external_node_fs_.renameSync)(`${file}.part`, file);
        }),
    };
}

;// CONCATENATED MODULE: ./lib/stages/witness.js
function witness(clock) {
    return (observation) => ({ ...observation, at: new Date(clock.now()).toISOString() });
}

;// CONCATENATED MODULE: ./lib/stages/deploy/declared-internal.js
/**
 * Services that were declared internal, held against the Ingresses. That a Service is routed is no fault by itself;
 * somebody has to have said that it must not be.
 */
function declaredInternal(names, { services, routed }, see) {
    return names.map((name) => {
        const known = services.includes(name);
        const verdict = !known ? 'inconclusive' : routed.has(name) ? 'fail' : 'pass';
        const remedies = {
            pass: {},
            fail: { remedy: `Remove the route to Service/${name}, or take it out of \`deploy-internal\`.` },
            inconclusive: { remedy: 'Correct `deploy-internal`: it names Services of the manifests.' },
        };
        return see({
            claim: `no Ingress leads to Service/${name}, which is declared internal`,
            requirement: 'exposure',
            object: `Service/${name}`,
            verdict,
            observed: known
                ? `${routed.has(name) ? 'an Ingress leads' : '0 Ingresses lead'} to it`
                : 'no Service of that name',
            source: `${services.length} Services and their Ingresses in the manifests`,
            ...remedies[verdict],
        });
    });
}

;// CONCATENATED MODULE: ./lib/stages/deploy/exposure.js


/** What is external leads through the ingress controller; everything else must not be reachable from outside. */
async function proveExposure(spec, objects, deployment, { signal }, { http }, see) {
    const exposures = await deployment.exposures(spec.namespace, signal);
    const around = see({
        claim: 'nothing listens outside the cluster but the ingress controller',
        requirement: 'exposure',
        verdict: exposures.length === 0 ? 'pass' : 'fail',
        observed: exposures.length === 0
            ? '0 node ports, load balancers, host ports, host networks and external IPs'
            : exposures.map(({ object, how }) => `${object}: ${how}`).join('; '),
        source: `API server: Services and Pods of namespace ${spec.namespace}`,
        ...(exposures[0] === undefined
            ? {}
            : {
                object: exposures[0].object,
                remedy: 'Make the Service a ClusterIP and lead outside traffic through an Ingress.',
            }),
    });
    const routed = new Set(objects.filter(({ kind }) => kind === 'Ingress').flatMap((ingress) => backendsOf(ingress['spec'])));
    const services = objects.filter(({ kind }) => kind === 'Service').map(serviceName);
    const internal = services.filter((name) => !routed.has(name));
    const declared = declaredInternal(spec.internal ?? [], { services, routed }, see);
    return [around, ...declared, ...(await Promise.all(internal.map((name) => knock(name, spec, signal, http, see))))];
}
function serviceName({ metadata }) {
    return isObject(metadata) ? String(metadata['name']) : '';
}
/** Names of the Services that an Ingress leads to, wherever they stand in its spec. */
function backendsOf(value) {
    if (typeof value !== 'object' || value === null)
        return [];
    const { service, ...rest } = value;
    const own = typeof service?.name === 'string' ? [service.name] : [];
    return [...own, ...Object.values(rest).flatMap(backendsOf)];
}
/**
 * Asks the ingress controller for an internal Service by the names under which an outsider would try it. An Ingress
 * without a host answers for every name; so the answer is held against that for a name that nobody gave.
 */
async function knock(name, { cluster, namespace }, signal, http, see) {
    const ask = async (host) => {
        const { status } = await http.get({ url: `${cluster.ingress}/`, host, timeoutMs: 5_000 }, signal);
        return { host, status };
    };
    const hosts = [name, `${name}.${namespace}`, `${name}.${namespace}.svc.cluster.local`];
    const [control, ...answers] = await Promise.all(['nobody.scale-gate.invalid', ...hosts].map(ask));
    const open = answers.filter(({ status }) => status !== control?.status);
    const closed = control?.status === 404
        ? `404 for ${hosts.length} names of it`
        : `${hosts.length} names of it answer ${control?.status ?? 0}, as any name does: the Ingress without a host`;
    return see({
        claim: `Service/${name} is internal and not reachable from outside`,
        requirement: 'exposure',
        object: `Service/${name}`,
        verdict: open.length === 0 ? 'pass' : 'fail',
        observed: open.length === 0 ? closed : open.map(({ host, status }) => `${status} for Host ${host}`).join('; '),
        source: `GET ${cluster.ingress}/ through the ingress controller`,
        ...(open.length === 0 ? {} : { remedy: `Find the Ingress that leads to Service/${name}, and remove that route.` }),
    });
}

;// CONCATENATED MODULE: ./lib/stages/deploy/order.js
/** What has to be there before what: a pod needs its account, its configuration and its policies when it starts. */
const order = [
    ['Namespace'],
    ['CustomResourceDefinition', 'PriorityClass', 'StorageClass', 'RuntimeClass', 'IngressClass'],
    ['ResourceQuota', 'LimitRange', 'ServiceAccount', 'ClusterRole', 'Role'],
    ['ClusterRoleBinding', 'RoleBinding'],
    ['ConfigMap', 'Secret', 'PersistentVolume', 'PersistentVolumeClaim'],
    ['NetworkPolicy', 'Service', 'PodDisruptionBudget'],
];
const last = ['HorizontalPodAutoscaler', 'Ingress', 'HTTPRoute'];
/** Objects in the order in which they are applied; of equal rank as written. */
function inDependencyOrder(objects) {
    return objects.toSorted((a, b) => rank(a) - rank(b));
}
function rank({ kind }) {
    const early = order.findIndex((kinds) => kinds.includes(String(kind)));
    if (early >= 0)
        return early;
    return last.includes(String(kind)) ? order.length + 1 : order.length;
}

;// CONCATENATED MODULE: ./lib/stages/stolen-time.js
/** Begins to count. A machine that does not tell, or no machine, is no reason for anything. */
async function stolenTime(host) {
    const before = (await host?.look())?.cpu;
    return async () => {
        const after = (await host?.look())?.cpu;
        if (!before || !after || after.total <= before.total)
            return null;
        return (after.stolen - before.stolen) / (after.total - before.total);
    };
}

;// CONCATENATED MODULE: ./lib/stages/wait.js

const heartbeatMs = 15_000;
/** A look that was under way for less when the deadline came is no silence: what was seen before it still holds. */
const silenceMs = 3_000;
const overdue = 'overdue';
/**
 * The only polling loop of the project.
 *
 * A deadline that passes is an answer (`met: false`), not an error: what it means is for the caller to judge. A
 * `GateError` out of a look is "not yet", remembered as what was last seen; any other error is our bug and escapes.
 * A look that hangs is left behind at the deadline. Throws `CANCELLED` when the signal is aborted.
 */
async function waitFor(condition, ports) {
    const { clock, signal } = ports;
    const start = clock.monotonic();
    const remaining = () => start + condition.deadlineMs - clock.monotonic();
    const beat = heartbeat(condition, ports, start);
    let lastSeen = 'nothing yet';
    let answered = false;
    for (;;) {
        throwIfCancelled(condition, signal, lastSeen);
        const begun = clock.monotonic();
        const sighting = await lookWithin(remaining(), condition, ports);
        throwIfCancelled(condition, signal, lastSeen);
        const waitedMs = clock.monotonic() - start;
        if (sighting === overdue) {
            const hungMs = clock.monotonic() - begun;
            if (answered && hungMs < silenceMs && hungMs < condition.deadlineMs / 2)
                return { met: false, lastSeen, hopeless: false, waitedMs };
            const inability = noAnswer(condition, lastSeen);
            return { met: false, lastSeen: `${lastSeen}, then no answer`, hopeless: false, waitedMs, inability };
        }
        if (sighting.done)
            return { met: true, state: sighting.state, waitedMs };
        lastSeen = sighting.seen;
        answered = !('inability' in sighting);
        beat(lastSeen);
        const hopeless = sighting.hopeless === true;
        if (hopeless || remaining() <= condition.intervalMs) {
            const blind = 'inability' in sighting ? { inability: sighting.inability } : {};
            return { met: false, lastSeen, hopeless, waitedMs, ...blind };
        }
        await pause(condition, ports, lastSeen);
    }
}
/** One look, given up when `ms` are over. */
async function lookWithin(ms, condition, { clock, signal }) {
    const look = new AbortController();
    const timer = new AbortController();
    const either = AbortSignal.any([signal, look.signal]);
    const stop = AbortSignal.any([signal, timer.signal]);
    const giveUp = () => overdue;
    const late = clock.sleep(Math.max(0, ms), stop).then(giveUp, giveUp);
    try {
        return await Promise.race([observe(condition, either), late]);
    }
    finally {
        timer.abort();
        look.abort();
    }
}
async function observe(condition, signal) {
    try {
        return await condition.observe(signal);
    }
    catch (error) {
        if (error instanceof domain_error/* GateError */.ue)
            return { done: false, seen: error.message, inability: error };
        if (signal.aborted)
            return { done: false, seen: 'a look that was broken off', inability: (0,domain_error/* cancelled */.KW)('looking') };
        throw error;
    }
}
function noAnswer({ what, deadlineMs }, seen) {
    return new domain_error/* GateError */.ue('TIMED_OUT', `no answer within ${deadlineMs} ms while waiting until ${what}; last seen: ${seen}`, {
        hint: 'Look whether what is asked still runs; nothing was found out about the service.',
    });
}
async function pause({ what, intervalMs }, ports, seen) {
    try {
        await ports.clock.sleep(intervalMs, ports.signal);
    }
    catch (error) {
        throwIfCancelled({ what }, ports.signal, seen);
        throw error;
    }
}
function throwIfCancelled({ what }, signal, seen) {
    if (!signal.aborted)
        return;
    const doing = `waiting until ${what}; last seen: ${seen}`;
    const reason = signal.reason;
    // Out of time is not cancelled: who set the limit wants to know what took it.
    if (!(reason instanceof domain_error/* GateError */.ue) || reason.code !== 'TIMED_OUT')
        throw (0,domain_error/* cancelled */.KW)(doing);
    throw new domain_error/* GateError */.ue('TIMED_OUT', `${reason.message}: it was ${doing}`, { hint: reason.hint, cause: reason });
}
/** Speaks when something changed, and now and then when nothing does. */
function heartbeat({ what }, { clock, log }, start) {
    let said = '';
    let at = Number.NEGATIVE_INFINITY;
    return (seen) => {
        const now = clock.monotonic();
        if (seen === said && now - at < heartbeatMs)
            return;
        said = seen;
        at = now;
        log.progress(`waiting until ${what}, ${Math.round((now - start) / 1000)} s: ${seen}`);
    };
}

;// CONCATENATED MODULE: ./lib/stages/deploy/rollout.js




const rollout_kinds = ['Deployment', 'StatefulSet', 'DaemonSet'];
/** A pod may be unschedulable for a moment while a volume is bound; after this long it is said to be so for good. */
const UNSCHEDULABLE_SECONDS = 20;
/** One claim a workload: its rollout ends with every replica Ready, or the reason is given as soon as it is hopeless. */
async function proveRollouts(spec, objects, deployment, { signal }, ports, see) {
    const workloads = objects.flatMap((object) => rollout_workloadOf(object, spec.namespace));
    if (workloads.length === 0)
        return [see(nothingToRoll)];
    const proofs = workloads.map((workload) => proveRollout(workload, spec, deployment, signal, ports));
    const ended = await Promise.allSettled(proofs);
    // All have ended by now: what one of them could not find out does not leave the others at work.
    return ended.map((one) => {
        if (one.status === 'rejected')
            throw one.reason;
        return see(one.value);
    });
}
const nothingToRoll = {
    claim: 'a workload rolls out',
    requirement: 'containers',
    verdict: 'inconclusive',
    observed: '0 Deployments, StatefulSets or DaemonSets in the manifests',
    source: 'manifests',
    remedy: 'Give the gate the manifests of the service itself.',
};
async function proveRollout(workload, spec, deployment, signal, { clock, log, host }) {
    const name = `${workload.kind}/${workload.name}`;
    const [begun, stolen] = [clock.monotonic(), await stolenTime(host)];
    let last;
    const outcome = await waitFor({
        what: `${name} has rolled out`,
        deadlineMs: spec.timeoutSeconds * 1000,
        intervalMs: 500,
        observe: async (look) => {
            last = await deployment.rollout(workload, look);
            return sighting(last, clock.monotonic() - begun);
        },
    }, { clock, log, signal });
    // Who could not look has not seen a bad workload.
    if (!outcome.met && outcome.inability !== undefined)
        throw outcome.inability;
    if (!outcome.met && last?.trouble?.cluster === true)
        throw clusterAtFault(name, last, outcome.waitedMs);
    const claim = outcome.met ? claimOf(name, outcome) : doubted(claimOf(name, outcome), outcome, await stolen());
    if (claim.verdict === 'pass')
        log.info(`${name}: ${claim.observed}`);
    else
        log.warn(`${name}: ${claim.observed}`);
    return claim;
}
/** A sound service would have come no further. */
function clusterAtFault(name, seen, waitedMs) {
    const message = `${name} was not rolled out by the cluster: ${rollout_describe(seen)} after ${(waitedMs / 1000).toFixed(0)} s`;
    return new domain_error/* GateError */.ue('CLUSTER_NOT_READY', message, {
        hint: 'Look at the nodes and at what runs in kube-system: nothing was found out about the service.',
    });
}
function claimOf(name, outcome) {
    const seen = outcome.met ? rollout_describe(outcome.state) : outcome.lastSeen;
    const base = {
        claim: `${name} rolls out`,
        requirement: 'containers',
        object: name,
        observed: `${seen} after ${(outcome.waitedMs / 1000).toFixed(outcome.met ? 1 : 0)} s`,
        source: `API server: ${name}, its newest replica set and pods`,
    };
    if (!outcome.met)
        return { ...base, verdict: 'fail', remedy: remedyOf(outcome.lastSeen) };
    if (outcome.state.desired > 0)
        return { ...base, verdict: 'pass' };
    return { ...base, verdict: 'inconclusive', remedy: 'Give it at least one replica: nothing of it ran.' };
}
/** Stolen share of the processors above which a rollout that came too late says nothing of the service. */
const mostStolen = 0.4;
/** Ended from outside, as the kubelet does when a probe is not answered in time; not for its memory. */
const killed = /last exit code (137|143) \((?!OOMKilled)/;
/** What only took too long, or was killed for it, is nobody's fault on a machine whose processors others had. */
function doubted(claim, { hopeless, lastSeen }, stolen) {
    if (stolen === null || stolen <= mostStolen || (hopeless && !killed.test(lastSeen)))
        return claim;
    const share = `the hypervisor gave ${(100 * stolen).toFixed(0)} % of its processors to others`;
    return {
        ...claim,
        verdict: 'inconclusive',
        observed: `${claim.observed}; but the machine could not keep up: ${share}, over ${100 * mostStolen} %`,
        remedy: 'Run it on a machine of its own, or raise `deploy-timeout`.',
    };
}
function rollout_workloadOf(object, namespace) {
    const kind = rollout_kinds.find((known) => known === object['kind']);
    const metadata = object['metadata'];
    if (kind === undefined || !isObject(metadata))
        return [];
    return [{ kind, name: String(metadata['name']), namespace: String(metadata['namespace'] ?? namespace) }];
}
function sighting(rollout, elapsedMs) {
    const { done, trouble } = rollout;
    if (done)
        return { done, state: rollout };
    const graceIsOver = trouble?.reason === 'Unschedulable' && elapsedMs > UNSCHEDULABLE_SECONDS * 1000;
    return { done, seen: rollout_describe(rollout), hopeless: trouble?.hopeless === true || graceIsOver };
}
function rollout_describe({ ready, desired, trouble }) {
    return `${ready} of ${desired} replicas Ready${trouble === undefined ? '' : `: ${trouble.reason}: ${trouble.message}`}`;
}
const remedies = [
    [
        /ErrImagePull|ImagePullBackOff|ErrImageNeverPull|InvalidImageName/,
        'Build or pull the image on this machine, or mend its name; an image that the local engine holds is loaded by itself.',
    ],
    [/CrashLoopBackOff|RunContainerError/, 'Read the log of the container: `docker run` it with the same environment.'],
    [
        /CreateContainerConfigError/,
        'Create the Secret or ConfigMap key that the container asks for, or declare it under `deploy.secrets`.',
    ],
    [/Unschedulable/, 'Lower the requests, or give the cluster more nodes with `cluster-nodes`.'],
    [/exceeded quota|FailedCreate|ReplicaFailure/, 'Raise the ResourceQuota of the namespace, or lower the requests.'],
];
function remedyOf(seen) {
    return (remedies.find(([pattern]) => pattern.test(seen))?.[1] ??
        'Look at the pods of the workload and at their readiness probes; raise `deploy-timeout` when they are only slow.');
}

;// CONCATENATED MODULE: ./lib/stages/deploy/route.js



const ROUTE_SECONDS = 30;
/** Answers in a row: the first one may come before every endpoint is known to the controller. */
const ANSWERS = 3;
/** Discovery (each Service with a selector has ready addresses), then routing (the Ingress leads a request to the service). */
async function proveRoute(spec, objects, deployment, context, ports, see) {
    const discovery = await Promise.all(objects.filter(hasSelector).map((service) => proveEndpoints(service, spec, deployment, context, ports, see)));
    if (!objects.some(({ kind }) => kind === 'Ingress'))
        return discovery;
    return [...discovery, await proveAnswer(spec, takesAnyHost(objects), context, ports, see)];
}
function hasSelector({ kind, spec }) {
    return kind === 'Service' && isObject(spec) && isObject(spec['selector']) && Object.keys(spec['selector']).length > 0;
}
async function proveEndpoints(service, spec, deployment, { signal }, { clock, log }, see) {
    const metadata = isObject(service['metadata']) ? service['metadata'] : {};
    const name = String(metadata['name']);
    const namespace = String(metadata['namespace'] ?? spec.namespace);
    const outcome = await waitFor({
        what: `Service/${name} has ready addresses`,
        deadlineMs: ROUTE_SECONDS * 1000,
        intervalMs: 500,
        observe: async (look) => {
            const ready = await deployment.readyEndpoints(namespace, name, look);
            return ready > 0 ? { done: true, state: ready } : { done: false, seen: '0 ready addresses' };
        },
    }, { clock, log, signal });
    if (!outcome.met && outcome.inability !== undefined)
        throw outcome.inability;
    return see({
        claim: `Service/${name} is found, with pods behind it`,
        requirement: 'routing',
        object: `Service/${name}`,
        verdict: outcome.met ? 'pass' : 'fail',
        observed: outcome.met
            ? `${outcome.state} ready ${outcome.state === 1 ? 'address' : 'addresses'}`
            : outcome.lastSeen,
        source: `API server: endpoint slices of ${namespace}/${name}`,
        ...(outcome.met ? {} : { remedy: 'Compare the selector of the Service with the labels of the pods.' }),
    });
}
/** Whether an Ingress of the service is asked for hosts that nobody routes as well. */
function takesAnyHost(objects) {
    const routes = objects.filter(({ kind }) => kind === 'Ingress').map(({ spec }) => (isObject(spec) ? spec : {}));
    return routes.some(({ rules, defaultBackend }) => {
        const hosts = (Array.isArray(rules) ? rules : []).map((rule) => rule['host']);
        return defaultBackend !== undefined || hosts.some((host) => host === undefined || host === '' || host === '*');
    });
}
async function proveAnswer(spec, anyHost, { signal }, ports, see) {
    const { host, path } = spec.probe;
    const url = `${spec.cluster.ingress}${path}`;
    const name = `${host ?? ''}${path}`;
    const outcome = await waitFor({
        what: `${name} answers through the Ingress`,
        deadlineMs: ROUTE_SECONDS * 1000,
        intervalMs: 200,
        observe: answersInRow(url, spec, ports),
    }, { clock: ports.clock, log: ports.log, signal });
    await blameTheRoute(outcome, anyHost, spec, signal, ports);
    if (outcome.met)
        ports.log.info(`${name} answers through the Ingress: ${outcome.state}`);
    return see({
        claim: 'the external route answers from outside',
        requirement: 'routing',
        source: `GET ${url}${host === undefined ? '' : ` with Host ${host}`}`,
        ...(outcome.met
            ? { verdict: 'pass', observed: outcome.state }
            : { verdict: 'fail', observed: `${outcome.lastSeen} after ${ROUTE_SECONDS} s`, remedy }),
    });
}
const remedy = 'Compare host, path and backend of the Ingress with the Service; name the path that answers with `deploy-path`.';
function answersInRow(url, { probe: { host, status: wanted } }, { http }) {
    let inRow = 0;
    return async (signal) => {
        const before = inRow;
        inRow = 0;
        const { status, durationMs } = await http.get({ url, host, timeoutMs: 5_000 }, signal);
        inRow = isWanted(status, wanted) ? before + 1 : 0;
        return inRow >= ANSWERS
            ? { done: true, state: `${status} in ${durationMs.toFixed(0)} ms, ${ANSWERS} times in a row` }
            : { done: false, seen: `status ${status}` };
    };
}
/**
 * Whether a route that did not answer as it should is the service's fault: only where the controller answers for a host that
 * nobody routes, and with no error of its own.
 */
async function blameTheRoute(outcome, anyHost, { cluster }, signal, { http }) {
    if (outcome.met)
        return;
    const { inability, lastSeen } = outcome;
    if (inability === undefined && (anyHost || !serverError.test(lastSeen)))
        return;
    const control = { url: `${cluster.ingress}/`, host: 'nobody.scale-gate.invalid', timeoutMs: 5_000 };
    const { status } = await http.get(control, signal).catch((error) => Promise.reject(inability ?? error));
    if (anyHost || status < 500)
        return;
    throw new domain_error/* GateError */.ue('ADDON_NOT_READY', `the ingress controller answers ${status} for a host that nobody routes`, {
        hint: 'Look at the ingress controller: nothing was found out about the route to the service.',
    });
}
const serverError = /^status 5\d\d$/;
function isWanted(status, wanted) {
    return wanted === undefined ? status >= 200 && status < 400 : status === wanted;
}

;// CONCATENATED MODULE: ./lib/stages/deploy/deploy.js






/** Puts the service into the cluster and follows it until it serves, or says why it never will. */
function deployStage(ports) {
    return {
        name: 'deploy',
        plan: ({ namespace, manifests }) => [
            `apply ${manifests.length} objects to namespace "${namespace}" in dependency order`,
            'follow each rollout to its end, then ask the route from outside',
        ],
        async run(spec, context) {
            const deployment = await ports.deployment(spec.cluster);
            const see = witness(ports.clock);
            const { objects, notes } = adaptAll(spec);
            const applied = await deployment.apply(objects, spec.namespace, context.signal);
            ports.log.info(`applied ${applied.length} objects to namespace "${spec.namespace}"`);
            const refused = applied.filter(({ refusal }) => refusal !== undefined);
            const taken = see({
                claim: 'the API server takes every object',
                requirement: 'configuration',
                verdict: refused.length === 0 ? 'pass' : 'fail',
                observed: refused.length === 0
                    ? `${applied.length} of ${applied.length} objects applied`
                    : refused.map(({ object, refusal }) => `${object}: ${refusal ?? ''}`).join('; '),
                source: 'server-side apply, strict field validation',
                ...(refused[0] === undefined ? {} : { object: refused[0].object, remedy: 'Mend what the API server names.' }),
            });
            const evidence = refused.length > 0 ? [taken] : [taken, ...(await prove(spec, objects, deployment, context, ports, see))];
            return { evidence, notes, output: await release(spec, objects, deployment, context) };
        },
    };
}
function adaptAll(spec) {
    const adapted = spec.manifests.map(({ value }) => adapt(value, spec));
    return {
        objects: inDependencyOrder(adapted.map(({ object }) => object)),
        notes: adapted.flatMap(({ notes }) => notes),
    };
}
async function prove(spec, objects, deployment, context, ports, see) {
    const rollouts = await proveRollouts(spec, objects, deployment, context, ports, see);
    if (rollouts.some(({ verdict }) => verdict !== 'pass'))
        return rollouts;
    const route = await proveRoute(spec, objects, deployment, context, ports, see);
    return [...rollouts, ...route, ...(await proveExposure(spec, objects, deployment, context, ports, see))];
}
async function release(spec, objects, deployment, { signal }) {
    const { namespace, cluster, probe } = spec;
    const images = await deployment.images(namespace, signal);
    const routed = objects.some(({ kind }) => kind === 'Ingress');
    return {
        namespace,
        objects: objects.map(adaptation_nameOf),
        images,
        route: routed ? { url: `${cluster.ingress}${probe.path}`, host: probe.host } : undefined,
    };
}

;// CONCATENATED MODULE: ./lib/stages/deploy/prepare.js

/** The namespace and its Secrets: the service and the Redis nodes both need them before they can start. */
async function prepareNamespace(namespace, secrets, deployment, { signal }, log) {
    await deployment.namespace(namespace, {}, signal);
    for (const { name, entries } of secrets) {
        await deployment.secret(namespace, name, entries, signal);
        log.info(`Secret ${namespace}/${name} made with ${Object.keys(entries).join(', ')}`);
    }
}
/** A namespace of our own on somebody's cluster. One that is there already is not ours, and would not be left as it was. */
async function ownNamespace(name, { kubeconfig, context: kubeContext }, deployment, { own, signal }) {
    if (await deployment.hasNamespace(name, signal)) {
        throw new domain_error/* GateError */.ue('CLUSTER_EXISTS', `namespace "${name}" exists already in the cluster, and is not this run's`, {
            hint: 'Name another `namespace`: the gate makes its own, and deletes it afterwards.',
        });
    }
    await own({ type: 'namespace', name, kubeconfig, ...(kubeContext === undefined ? {} : { context: kubeContext }) });
}

// EXTERNAL MODULE: ./lib/stages/lint/lint.js + 185 modules
var lint = __webpack_require__(6046);
;// CONCATENATED MODULE: ./lib/stages/load/recording.js
function markOf({ marks }, phase) {
    return marks.findLast((mark) => mark.phase === phase);
}
function rowsWithin({ rows }, from, to) {
    return rows.filter(({ at }) => at >= from && at <= to);
}
/** Pods that serve: not being deleted, and Ready. */
function readyPods({ pods }) {
    return pods.filter(({ deleting, ready }) => !deleting && ready?.status === 'True').map(({ name }) => name);
}
function changesOf(rows) {
    const sized = rows.flatMap((row) => (row.scale === null ? [] : [{ row, size: row.scale.specReplicas }]));
    return sized.flatMap(({ row: after, size: to }, index) => {
        const before = sized[index - 1];
        if (before === undefined || before.size === to)
            return [];
        return [{ at: after.at, from: before.size, to, before: before.row, after }];
    });
}

;// CONCATENATED MODULE: ./lib/stages/load/claims/balance.js

/** A pod that has less than this share of the mean does not take part. */
const leastShare = 0.25;
/** What the answers said themselves. */
function byHeader({ load }) {
    const steady = load?.phases.findLast(({ name }) => name === 'steady');
    const entries = Object.entries(steady?.tally.byPod ?? {});
    return entries.length === 0 ? null : { of: new Map(entries), source: 'the response header that names the pod' };
}
function rateOf(samples) {
    const [first, last] = [samples[0], samples.at(-1)];
    if (first === undefined || last === undefined || last.timestamp - first.timestamp < 1900)
        return null;
    return ((last.cpuSeconds - first.cpuSeconds) * 1e6) / (last.timestamp - first.timestamp);
}
/** Millicores of each pod between its first and its last counter of the steady phase. */
function byCounter({ counters }, pods, from, to) {
    const all = counters.flat().filter(({ timestamp }) => timestamp >= from && timestamp <= to);
    const rates = pods.map((pod) => [pod, rateOf(all.filter((counter) => counter.pod === pod))]);
    if (rates.some(([, rate]) => rate === null))
        return null;
    return { of: new Map(rates.map(([pod, rate]) => [pod, rate ?? 0])), source: "the kubelet's CPU counters" };
}
/** Millicores of each pod in the last window that lay wholly in the time in which it was ready and load was sent. */
function byWindow({ rows }, pods, to) {
    const usage = pods.map((pod) => {
        for (const row of rows.toReversed()) {
            const since = row.pods.find(({ name }) => name === pod)?.ready?.lastTransition ?? Number.POSITIVE_INFINITY;
            const sample = row.metrics.samples.find((candidate) => candidate.pod === pod);
            if (sample === undefined || sample.timestamp > to)
                continue;
            if (sample.timestamp - sample.windowSeconds * 1000 < since)
                return [pod, null];
            return [pod, sample.containers.reduce((sum, { cpuMilli }) => sum + cpuMilli, 0)];
        }
        return [pod, null];
    });
    if (usage.some(([, used]) => used === null))
        return null;
    return { of: new Map(usage.map(([pod, used]) => [pod, used ?? 0])), source: 'metrics.k8s.io' };
}
function sharesOf(recording, pods, from, to) {
    return byHeader(recording) ?? byCounter(recording, pods, from, to) ?? byWindow(recording, pods, to);
}
/** CPU that a pod uses anyhow is no sign of traffic; answers need no such correction. */
function withoutIdle(shares, { aim }) {
    if (shares.source.startsWith('the response'))
        return shares.of;
    const idle = aim?.calibration?.idleMilli ?? 0;
    return new Map([...shares.of].map(([pod, used]) => [pod, Math.max(0, used - idle)]));
}
/** Kept-alive connections can leave new pods without traffic: then the size grew, but nothing else did. */
const newPodsWork = (recording, spec) => {
    const steady = markOf(recording, 'steady');
    const last = recording.rows.findLast(({ at }) => steady !== undefined && at <= steady.to);
    if (steady === undefined || last === undefined || spec.mode !== 'prove')
        return [];
    const pods = readyPods(last);
    const shares = sharesOf(recording, pods, steady.from, steady.to);
    const load = shares === null ? new Map() : withoutIdle(shares, recording);
    const mean = pods.reduce((sum, pod) => sum + (load.get(pod) ?? 0), 0) / Math.max(1, pods.length);
    const parts = pods.map((pod) => ({ pod, share: mean > 0 ? (load.get(pod) ?? 0) / mean : 0 }));
    const lazy = parts.filter(({ share }) => share < leastShare);
    const known = shares !== null && mean > 0;
    const verdict = !known ? 'inconclusive' : lazy.length > 0 ? 'fail' : 'pass';
    return [
        {
            claim: 'each of the new pods takes its part of the traffic',
            requirement: 'routing',
            verdict,
            observed: known
                ? `share of the mean by pod: ${parts.map(({ pod, share }) => `${pod} ${share.toFixed(2)}`).join(', ')}`
                : 'no source told the pods apart while the load was steady',
            source: shares?.source ?? 'none',
            ...(verdict === 'pass'
                ? {}
                : { remedy: 'Route through an ingress that balances requests, or end kept connections now and then.' }),
        },
    ];
};

;// CONCATENATED MODULE: ./lib/stages/load/claims/claim.js
function objectOf({ target }) {
    return `HorizontalPodAutoscaler/${target.name}`;
}
function claim_seconds(ms) {
    return `${(ms / 1000).toFixed(ms < 10_000 ? 1 : 0)} s`;
}

// EXTERNAL MODULE: ./lib/domain/amount.js
var domain_amount = __webpack_require__(7174);
;// CONCATENATED MODULE: ./lib/stages/load/claims/scaling.js



function loadStart(recording) {
    return recording.marks.find(({ phase }) => phase === 'scaling')?.from;
}
function loadEnd(recording) {
    return recording.marks.findLast(({ phase }) => phase === 'scaling' || phase === 'steady')?.to;
}
/** Largest size that was wanted and ready in one look while the load lasted. */
function reachedSize(recording) {
    const [from, to] = [loadStart(recording), loadEnd(recording)];
    if (from === undefined || to === undefined)
        return 0;
    return Math.max(0, ...rowsWithin(recording, from, to).map((row) => Math.min(row.scale?.specReplicas ?? 0, readyPods(row).length)));
}
/** Changes while the load lasted, and after it. */
function movesOf(recording) {
    const [from, to] = [loadStart(recording), loadEnd(recording)];
    const changes = changesOf(recording.rows);
    return {
        loaded: changes.filter(({ at }) => from !== undefined && at > from && (to === undefined || at <= to)),
        after: changes.filter(({ at }) => to !== undefined && at > to),
    };
}
const idleHolds = (recording, spec) => {
    const mark = markOf(recording, 'idle');
    if (mark === undefined)
        return [];
    const rows = rowsWithin(recording, mark.from, mark.to);
    const changes = changesOf(rows);
    const verdict = rows.length === 0 ? 'inconclusive' : changes.length > 0 ? 'fail' : 'pass';
    return [
        {
            claim: 'without load the autoscaler does not scale',
            requirement: 'autoscaling',
            object: objectOf(spec),
            verdict,
            observed: changes.length === 0
                ? `${(0,domain_amount/* amount */.v)(rows.length, 'look')} over ${claim_seconds(mark.to - mark.from)}, no change`
                : changes.map(({ from, to }) => `${from} \u2192 ${to}`).join(', '),
            source: 'scale subresource',
            ...(verdict === 'pass' ? {} : { remedy: 'Raise the CPU request above what the service uses at rest.' }),
        },
    ];
};
function path(changes, start) {
    return [changes[0]?.from ?? start, ...changes.map(({ to }) => to)].join(' \u2192 ');
}
const scaledUp = (recording, spec) => {
    const { aim } = recording;
    const start = loadStart(recording);
    if (aim === null || start === undefined || spec.mode === 'fixed')
        return [];
    const reached = reachedSize(recording);
    const ups = movesOf(recording).loaded.filter(({ from, to }) => to > from);
    const short = recording.halt === null ? 'fail' : 'inconclusive';
    const verdict = reached >= aim.to ? 'pass' : short;
    const [first, last] = [ups[0], ups.at(-1)];
    const times = first === undefined || last === undefined
        ? 'no move'
        : `first after ${claim_seconds(first.at - start)}, last after ${claim_seconds(last.at - start)}`;
    return [
        {
            claim: `under load the autoscaler goes from ${aim.from} to ${(0,domain_amount/* amount */.v)(aim.to, 'replica')}, all of them ready`,
            requirement: 'horizontal-scaling',
            object: objectOf(spec),
            verdict,
            observed: `${path(ups, aim.from)}, ${reached} ready; ${times}${aim.rate > 0 ? `; ${aim.rate.toFixed(1)} requests a second` : ''}`,
            source: 'scale subresource and pod conditions',
            ...(verdict === 'pass' ? {} : { remedy: `Read the autoscaler's conditions: ${conditions(recording)}` }),
        },
    ];
};
function conditions({ rows }) {
    const last = rows.findLast(({ autoscaler }) => autoscaler !== null);
    return (last?.autoscaler?.conditions ?? [])
        .map(({ type, status, reason }) => `${type}=${status} ${reason}`)
        .join(', ');
}
const scaledDown = (recording, spec) => {
    const { aim } = recording;
    if (aim === null || spec.mode === 'fixed' || !spec.scaleDown)
        return [];
    const mark = markOf(recording, 'cool-down');
    const grew = reachedSize(recording) > aim.from;
    const open = mark === undefined || mark.cut === true || !grew;
    const verdict = mark?.met === true && grew ? 'pass' : open ? 'inconclusive' : 'fail';
    const took = mark === undefined ? 'there was no cool-down' : `after ${claim_seconds(mark.to - mark.from)}`;
    return [
        {
            claim: `without load the autoscaler goes back to ${(0,domain_amount/* amount */.v)(aim.from, 'replica')}`,
            requirement: 'autoscaling',
            object: objectOf(spec),
            verdict,
            observed: `${path(movesOf(recording).after, reachedSize(recording))}; ${took}${mark?.met === false ? `: ${mark.lastSeen}` : ''}`,
            source: 'scale subresource and pod conditions',
            ...(verdict === 'pass'
                ? {}
                : { remedy: 'Look at behavior.scaleDown, and at what the service still does without load.' }),
        },
    ];
};
/** A move against the direction of its phase is a flap: down under load, up after it. */
const noFlapping = (recording, spec) => {
    if (recording.aim === null || loadStart(recording) === undefined)
        return [];
    const { loaded, after } = movesOf(recording);
    const flaps = [...loaded.filter(({ from, to }) => to < from), ...after.filter(({ from, to }) => to > from)];
    const moved = loaded.length + after.length > 0;
    const verdict = flaps.length > 0 ? 'fail' : moved || spec.mode === 'fixed' ? 'pass' : 'inconclusive';
    return [
        {
            claim: 'the autoscaler does not flap',
            requirement: 'autoscaling',
            object: objectOf(spec),
            verdict,
            observed: `${(0,domain_amount/* amount */.v)(loaded.length, 'move')} under load, ${after.length} after it, ${flaps.length} of them back${flaps.map(({ from, to }) => `, ${from} \u2192 ${to}`).join('')}`,
            source: 'scale subresource',
            ...(verdict === 'pass' ? {} : { remedy: 'Give behavior a stabilization window, or widen the tolerance.' }),
        },
    ];
};

;// CONCATENATED MODULE: ./lib/stages/load/claims/bands.js



/**
 * What the simulation does not know: a look a second, times in whole seconds, a busy machine. One more turn of the
 * pipeline is allowed for it.
 */
function slackOf({ clocks }) {
    return clocks.syncPeriodSeconds + clocks.metricResolutionSeconds;
}
function at(band, q) {
    return band.quantiles.find((each) => each.q === q)?.seconds ?? null;
}
function shown(band) {
    const [typical, last] = [at(band, 0.5), at(band, 1)];
    return `${typical ?? 'never'} s typically, ${last ?? 'never'} s at most`;
}
function bands_within(seconds, band, slackSeconds) {
    const last = at(band, 1);
    return last === null || seconds <= last + slackSeconds;
}
/** Whether most simulated runs came there at all: a band that is never reached is kept by anything. */
function isReached(band) {
    return at(band, 0.5) !== null;
}
function unpredicted(predicted, moved) {
    if (predicted === null)
        return 'the load was not measured well enough to predict times';
    return moved ? 'most simulated runs of the measured load never come there' : 'no such move was seen';
}
function bands_loadStart({ marks }) {
    return marks.find(({ phase }) => phase === 'scaling')?.from;
}
/** Slower than every simulated run means that something is in the way which the algorithm does not know of. */
const upWithinBand = (recording, spec, { predicted }) => {
    const start = bands_loadStart(recording);
    const { aim } = recording;
    if (spec.mode !== 'prove' || aim === null || start === undefined || reachedSize(recording) < aim.to)
        return [];
    const ups = movesOf(recording).loaded.filter(({ from, to }) => to > from);
    const [first, last] = [ups[0], ups.at(-1)];
    const known = predicted !== null && isReached(predicted.firstMove) && first !== undefined && last !== undefined;
    const [firstSeconds, lastSeconds] = [((first?.at ?? 0) - start) / 1000, ((last?.at ?? 0) - start) / 1000];
    const slack = slackOf(spec);
    const inBand = known && bands_within(firstSeconds, predicted.firstMove, slack) && bands_within(lastSeconds, predicted.settled, slack);
    return [
        {
            claim: 'it scales up as soon as its clocks allow',
            requirement: 'autoscaling',
            object: objectOf(spec),
            verdict: !known ? 'inconclusive' : inBand ? 'pass' : 'fail',
            observed: known
                ? `first move after ${firstSeconds.toFixed(0)} s (${shown(predicted.firstMove)}), last after ${lastSeconds.toFixed(0)} s (${shown(predicted.settled)})`
                : unpredicted(predicted, first !== undefined),
            source: `${predicted?.runs ?? 0} simulated runs with this cluster's clocks`,
            ...(inBand
                ? {}
                : { remedy: 'Look for what delays metrics or syncs: a busy node, slow image pulls, another controller.' }),
        },
    ];
};
const downWithinBand = (recording, spec, { predicted }) => {
    const mark = markOf(recording, 'cool-down');
    if (spec.mode !== 'prove' || !spec.scaleDown || mark === undefined || !mark.met)
        return [];
    const down = movesOf(recording).after.findLast(({ from, to }) => to < from);
    const known = predicted !== null && isReached(predicted.backToMin) && down !== undefined;
    const seconds = ((down?.at ?? 0) - mark.from) / 1000;
    const inBand = known && bands_within(seconds, predicted.backToMin, slackOf(spec));
    return [
        {
            claim: 'it scales down as soon as its window allows',
            requirement: 'autoscaling',
            object: objectOf(spec),
            verdict: !known ? 'inconclusive' : inBand ? 'pass' : 'fail',
            observed: known
                ? `at its minimum after ${seconds.toFixed(0)} s (${shown(predicted.backToMin)})`
                : unpredicted(predicted, down !== undefined),
            source: `${predicted?.runs ?? 0} simulated runs with this cluster's clocks`,
            ...(inBand ? {} : { remedy: 'Look at behavior.scaleDown, and at what the service still does without load.' }),
        },
    ];
};

;// CONCATENATED MODULE: ./lib/stages/load/claims/cause.js



/** Kubernetes writes times in whole seconds, and the status follows the scaling by a moment. */
const cause_graceMs = 3000;
const statusMs = 12_000;
/** The autoscaler says of itself that it scaled to this size at this time. */
function byAutoscaler(change, rows) {
    return rows.some(({ at, autoscaler }) => {
        if (at < change.before.at || at > change.after.at + statusMs || autoscaler === null)
            return false;
        const scaledNow = autoscaler.lastScaleTime !== null && autoscaler.lastScaleTime >= change.before.at - cause_graceMs;
        return scaledNow && autoscaler.desiredReplicas === change.to;
    });
}
/** A write through the scale subresource has no writer where nobody owned `spec.replicas` before (seen with 1.34.4). */
function cause_describe({ from, to, after }) {
    return `${from} \u2192 ${to} by ${after.scale?.replicasManager ?? 'an unknown writer'}`;
}
/** Scaling by hand, or by another controller, proves nothing about this autoscaler. */
const causedByAutoscaler = (recording, spec) => {
    const start = markOf(recording, 'idle')?.from;
    if (start === undefined)
        return [];
    const changes = changesOf(recording.rows).filter(({ at }) => at >= start);
    const foreign = changes.filter((change) => !byAutoscaler(change, recording.rows));
    const verdict = foreign.length > 0 || (changes.length === 0 && spec.mode === 'prove') ? 'inconclusive' : 'pass';
    return [
        {
            claim: 'every change of size was made by the autoscaler',
            requirement: 'autoscaling',
            object: objectOf(spec),
            verdict,
            observed: foreign.length > 0
                ? `not by the autoscaler: ${foreign.map(cause_describe).join(', ')}`
                : `${(0,domain_amount/* amount */.v)(changes.length, 'change')}, each with the autoscaler's lastScaleTime and desiredReplicas`,
            source: 'status.lastScaleTime, status.desiredReplicas, managed fields',
            ...(verdict === 'pass' ? {} : { remedy: 'Let nobody else scale the workload while the gate runs.' }),
        },
    ];
};
const noRollout = (recording) => {
    const start = markOf(recording, 'idle')?.from;
    const rows = recording.rows.filter(({ at, scale }) => start !== undefined && at >= start && scale !== null);
    const [first] = rows;
    if (first === undefined)
        return [];
    const changed = rows.find(({ scale }) => scale?.templateHash !== first.scale?.templateHash);
    return [
        {
            claim: 'no rollout took place during the load',
            requirement: 'horizontal-scaling',
            verdict: changed === undefined ? 'pass' : 'inconclusive',
            observed: changed === undefined
                ? `one pod template in ${(0,domain_amount/* amount */.v)(rows.length, 'look')}`
                : `another pod template after ${claim_seconds(changed.at - first.at)}`,
            source: 'spec.template of the workload',
            ...(changed === undefined ? {} : { remedy: 'Load after the rollout, not during it.' }),
        },
    ];
};
function restartsOf({ pods }) {
    return new Map(pods.map(({ name, containers }) => [name, containers.reduce((sum, { restarts }) => sum + restarts, 0)]));
}
/** Containers that start again while they are loaded were killed or crashed. */
const noRestarts = (recording) => {
    const start = markOf(recording, 'warm-up')?.from;
    const rows = recording.rows.filter(({ at }) => start !== undefined && at >= start);
    if (rows.length === 0)
        return [];
    const seen = new Map();
    const restarted = new Set();
    for (const row of rows) {
        for (const [pod, restarts] of restartsOf(row)) {
            if (restarts > (seen.get(pod) ?? restarts))
                restarted.add(pod);
            seen.set(pod, restarts);
        }
    }
    return [
        {
            claim: 'no container restarted under load',
            requirement: 'horizontal-scaling',
            verdict: restarted.size === 0 ? 'pass' : 'fail',
            observed: restarted.size === 0 ? `${(0,domain_amount/* amount */.v)(seen.size, 'pod')}, no restart` : `restarted: ${[...restarted].join(', ')}`,
            source: 'status.containerStatuses',
            ...(restarted.size === 0
                ? {}
                : { remedy: 'Read the previous logs of these pods; look at memory limits and liveness probes.' }),
        },
    ];
};

// EXTERNAL MODULE: ./lib/autoscaler/observation.js
var observation = __webpack_require__(2389);
;// CONCATENATED MODULE: ./lib/stages/load/timeline.js
const timeline_seconds = (ms) => ms / 1000;
/** The spec in the API's own form, as the shadow and the simulator read it. */
function hpaSpecOf({ scaleTargetRef, minReplicas, maxReplicas, metrics, behavior, }) {
    return {
        scaleTargetRef,
        minReplicas,
        maxReplicas,
        metrics: metrics,
        behavior: behavior,
    };
}
function hpaOf(name, seen) {
    return {
        name,
        resourceVersion: seen.resourceVersion,
        spec: hpaSpecOf(seen),
        status: {
            currentReplicas: seen.currentReplicas,
            desiredReplicas: seen.desiredReplicas,
            lastScaleTime: seen.lastScaleTime === null ? null : timeline_seconds(seen.lastScaleTime),
            conditions: seen.conditions.map(({ type, status, reason, message, lastTransition }) => ({
                type,
                status: status,
                reason,
                message,
                ...(lastTransition === null ? {} : { lastTransition: timeline_seconds(lastTransition) }),
            })),
            currentMetrics: seen.currentMetrics,
        },
    };
}
function containerOf({ name, restartPolicy, cpuRequestMilli, memoryRequestMilli }) {
    return {
        name,
        ...(restartPolicy === 'Always' ? { restartPolicy } : {}),
        requestMilli: {
            ...(cpuRequestMilli === null ? {} : { cpu: cpuRequestMilli }),
            ...(memoryRequestMilli === null ? {} : { memory: memoryRequestMilli }),
        },
    };
}
function podOf({ name, phase, deleting, startTime, ready, containers, initContainers, owner, node, }) {
    return {
        name,
        phase: phase,
        deleting,
        startTime: startTime === null ? null : timeline_seconds(startTime),
        ready: ready === null
            ? null
            : { status: ready.status, lastTransition: timeline_seconds(ready.lastTransition ?? 0) },
        containers: containers.map(containerOf),
        initContainers: initContainers.map(containerOf),
        ...(owner === null ? {} : { owner }),
        ...(node === null ? {} : { node }),
    };
}
function samplesOf({ metrics }) {
    if (metrics.error !== null)
        return null;
    return metrics.samples.map(({ pod, timestamp, windowSeconds, containers }) => ({
        pod,
        timestamp: timeline_seconds(timestamp),
        windowSeconds,
        containers: containers.map((container) => ({
            name: container.name,
            usageMilli: { cpu: container.cpuMilli, memory: container.memoryMilli },
        })),
    }));
}
/** Turns what the observer sees, look by look, into lines of `timeline.jsonl`; an event is in the first row that shows it. */
function timelineRows(name) {
    const known = new Set();
    return (row) => {
        const fresh = row.events.filter(({ uid, count, object }) => object.startsWith('HorizontalPodAutoscaler/') && !known.has(`${uid}/${count}`));
        for (const { uid, count } of fresh)
            known.add(`${uid}/${count}`);
        const { at, until, autoscaler, scale, pods, metrics } = row;
        return {
            at: timeline_seconds(at),
            until: timeline_seconds(until),
            hpa: autoscaler === null ? null : hpaOf(name, autoscaler),
            scale: scale === null ? null : { spec: scale.specReplicas, status: scale.statusReplicas },
            pods: pods.map(podOf),
            samples: samplesOf(row),
            ...(metrics.error === null ? {} : { samplesError: metrics.error }),
            events: fresh.map(({ type, reason, message, at: when, count }) => ({
                type,
                reason,
                message,
                at: timeline_seconds(when),
                count,
            })),
        };
    };
}
/** A whole recording as lines of `timeline.jsonl`. */
function timelineOf(name, rows) {
    return rows.map(timelineRows(name));
}
/** The same with what the generator sent in the second of each row. */
function withLoad(rows, load) {
    const sent = new Map((load?.seconds ?? []).map((second) => [Math.round(second.at / 1000), second]));
    return rows.map((row) => {
        const second = sent.get(Math.round(row.at));
        if (second === undefined)
            return row;
        const { phase, scheduled: offered, good: answered, bad, shed } = second;
        return { ...row, load: { phase, offered, answered, failed: bad + shed } };
    });
}

;// CONCATENATED MODULE: ./lib/stages/load/cpu.js




function counted({ containers, initContainers }) {
    return [...containers, ...initContainers.filter(({ restartPolicy }) => restartPolicy === 'Always')];
}
function sum(values) {
    return values.reduce((total, value) => (total === null || value === null ? null : total + value), 0);
}
function isCpu(metric) {
    return 'resource' in metric && metric.resource === 'cpu';
}
/** The containers that a CPU metric covers: the one it names, or all. */
function covered(metric, pod) {
    return 'container' in metric ? counted(pod).filter(({ name }) => name === metric.container) : counted(pod);
}
const none = (why) => ({ cpu: null, why });
/** What the autoscaler's own status says of a metric, over its target; null where it could not be read. */
function pressure(metric, status) {
    const current = status === undefined ? null : (0,observation/* currentMetricOf */.NH)(status);
    if (current === null)
        return null;
    const value = typeof metric.target === 'bigint' ? current.milli : current.utilizationPercent;
    return value === null ? null : Number(value) / Number(metric.target);
}
function cpu_nameOf(metric) {
    if ('resource' in metric)
        return 'container' in metric ? `${metric.resource} of ${metric.container}` : metric.resource;
    return `${metric.kind} ${metric.name}`;
}
/** The highest proposal wins, so CPU decides as long as no other metric asks for more pods, and each can be read. */
function rivalOf({ metrics, tolerances }, cpu, statuses) {
    for (const [index, metric] of metrics.entries()) {
        if (metric === cpu)
            continue;
        const ratio = pressure(metric, statuses[index]);
        if (ratio === null)
            return `its metric ${cpu_nameOf(metric)} cannot be read`;
        if (ratio > 1 + tolerances.up)
            return `its metric ${cpu_nameOf(metric)} is at ${(100 * ratio).toFixed(0)} % of its target and asks for more pods than CPU does`;
    }
    return null;
}
function withoutCpu(metrics) {
    const names = metrics.map(cpu_nameOf).join(', ');
    return metrics.every((metric) => 'resource' in metric && metric.resource === 'memory')
        ? 'it scales on memory alone, which does not follow the rate of requests and is seldom given back: no load can be chosen for it, nor a way down be proven'
        : `it scales on ${names}, and what a request adds to that is not known`;
}
function cpu_targetOf(metric, autoscaler, pod) {
    const { min, max, tolerances } = autoscaler;
    const containers = covered(metric, pod);
    const limitMilli = sum(containers.map(({ cpuLimitMilli }) => cpuLimitMilli));
    const common = { min, max, tolerances, limitMilli };
    if (typeof metric.target === 'bigint') {
        return { cpu: { ...common, target: { kind: 'average', milli: Number(metric.target) } } };
    }
    const requestMilli = sum(containers.map(({ cpuRequestMilli }) => cpuRequestMilli));
    if (requestMilli === null || requestMilli === 0) {
        const bare = containers.find(({ cpuRequestMilli }) => !cpuRequestMilli)?.name ?? 'the named one';
        return none(`container ${bare} of ${pod.name} has no CPU request to be a share of`);
    }
    return { cpu: { ...common, target: { kind: 'utilization', percent: metric.target, requestMilli } } };
}
/** Reduces the autoscaler to what CPU makes of it; other metrics may be there as long as they do not decide. */
function cpuRoleOf({ autoscaler: seen, pods }, setup) {
    if (seen === null)
        return none('there is no autoscaler');
    const autoscaler = (0,hpa/* autoscalerOf */.vM)(hpaSpecOf(seen), setup);
    const { metrics } = autoscaler;
    const [metric, second] = metrics.filter(isCpu);
    const pod = pods.find(({ deleting }) => !deleting);
    if (metric === undefined)
        return none(withoutCpu(metrics));
    if (second !== undefined)
        return none(`it has two CPU metrics, ${cpu_nameOf(metric)} and ${cpu_nameOf(second)}`);
    if (pod === undefined)
        return none('it has no pod');
    const rival = rivalOf(autoscaler, metric, seen.currentMetrics);
    return rival === null ? cpu_targetOf(metric, autoscaler, pod) : none(rival);
}
function cpuTargetOf(row, setup) {
    return cpuRoleOf(row, setup).cpu;
}
/** CPU that the pods which serve use together by the metrics API, millicores; null while one has no sample. */
function usedCpuMilli(row) {
    const used = readyPods(row).map((pod) => {
        const sample = row.metrics.samples.find((candidate) => candidate.pod === pod);
        return sample === undefined ? null : sample.containers.reduce((total, { cpuMilli }) => total + cpuMilli, 0);
    });
    return used.length === 0 ? null : sum(used);
}
/** What one pod requests, for the room that more of them need. */
function podRequests({ pods }) {
    const pod = pods.find(({ deleting }) => !deleting);
    const containers = pod === undefined ? [] : counted(pod);
    return {
        cpuMilli: containers.reduce((total, { cpuRequestMilli }) => total + (cpuRequestMilli ?? 0), 0),
        memoryMilli: containers.reduce((total, { memoryRequestMilli }) => total + (memoryRequestMilli ?? 0), 0),
    };
}

;// CONCATENATED MODULE: ./lib/stages/load/claims/expectation.js




/** Whether the wanted size can be had at all, by limits, quota and nodes. */
const reachable = ({ halt, aim, room }, spec) => {
    if (spec.mode !== 'prove' || room === null)
        return [];
    const blocked = halt?.kind === 'unreachable' || halt?.kind === 'uncalibrated' ? halt : null;
    const verdict = blocked === null
        ? 'pass'
        : blocked.kind === 'unreachable' && blocked.fault === 'workload'
            ? 'fail'
            : 'inconclusive';
    const cost = aim?.calibration;
    const measured = cost == null
        ? `${aim?.rate.toFixed(1) ?? 'no'} requests a second, as given`
        : `${cost.costMilli.toFixed(2)} m\u00b7s CPU a request (${cost.costLow.toFixed(2)} to ${cost.costHigh.toFixed(2)}), ${cost.idleMilli.toFixed(0)}m at rest: ${aim?.rate.toFixed(1)} requests a second`;
    if (blocked === null && aim === null)
        return [];
    return [
        {
            claim: 'the wanted size can be reached: limits, tolerance, quota and nodes leave room',
            requirement: 'autoscaling',
            object: objectOf(spec),
            verdict,
            observed: blocked?.why ?? measured,
            source: "the autoscaler's arithmetic, node and quota room, CPU samples",
            ...(verdict === 'pass'
                ? {}
                : { remedy: 'Change what the message names, or ask for a smaller size with load.to.' }),
        },
    ];
};
function whyUnknown(last, { setup }) {
    const role = last === undefined ? null : cpuRoleOf(last, setup);
    return role?.cpu === null ? role.why : 'no pod had CPU samples in the steady phase';
}
/** A size that the algorithm would not rest at is one that it has not come to rest at yet, or a fault of ours. */
const settledWhereExpected = (recording, spec, { measured: expected }) => {
    const steady = markOf(recording, 'steady');
    if (steady === undefined || spec.mode !== 'prove')
        return [];
    const last = rowsWithin(recording, steady.from, steady.to).at(-1);
    const size = last?.scale?.specReplicas ?? 0;
    const member = expected?.sizes.members.includes(size) ?? false;
    const verdict = expected === null ? 'inconclusive' : member ? 'pass' : expected.sizes.flaps ? 'fail' : 'inconclusive';
    return [
        {
            claim: 'the autoscaler rests at a size that its algorithm accepts for the measured load',
            requirement: 'autoscaling',
            object: objectOf(spec),
            verdict,
            observed: expected === null
                ? `${(0,domain_amount/* amount */.v)(size, 'replica')}; ${whyUnknown(last, spec)}`
                : `${(0,domain_amount/* amount */.v)(size, 'replica')}; accepted are {${expected.sizes.members.join(', ')}} for ${expected.lowMilli.toFixed(0)}m to ${expected.highMilli.toFixed(0)}m CPU`,
            source: 'metrics.k8s.io and the HPA algorithm of Kubernetes 1.34',
            ...(verdict === 'pass'
                ? {}
                : { remedy: 'Give the load more time to settle, or widen the tolerance if no size is stable.' }),
        },
    ];
};

;// CONCATENATED MODULE: ./lib/stages/load/contention.js

/**
 * What is so contended is not the service's to answer for. High, because a cluster at rest and its gate have some of both,
 * and a doubt takes the word from claims that failed. Waiting while the load runs is no sign: the load itself may be why.
 */
const limits = { stolen: 0.2, waitedAtRest: 0.6 };
function between(moments, from, to) {
    const within = moments.filter(({ at }) => at >= from && at <= to);
    const [first, last] = [within[0], within.at(-1)];
    if (first === undefined || last === undefined || last.at <= first.at)
        return null;
    const cpu = first.cpu && last.cpu && last.cpu.total > first.cpu.total ? [first.cpu, last.cpu] : null;
    const share = (of) => cpu && (cpu[1][of] - cpu[0][of]) / (cpu[1].total - cpu[0].total);
    const waited = first.waitedMs === null || last.waitedMs === null ? null : (last.waitedMs - first.waitedMs) / (last.at - first.at);
    return { stolen: share('stolen'), used: share('used'), waited: waited === null ? null : Math.min(1, waited) };
}
function contentionsOf(recording) {
    const { host = [], marks } = recording;
    const idle = markOf(recording, 'idle');
    const loaded = marks.filter(({ phase }) => phase !== 'ready' && phase !== 'idle' && phase !== 'cool-down');
    const [first, last] = [loaded[0], loaded.at(-1)];
    return {
        idle: idle === undefined ? null : between(host, idle.from, idle.to),
        load: first === undefined || last === undefined ? null : between(host, first.from, last.to + 1000),
    };
}
const percent = (share) => `${(100 * share).toFixed(0)} %`;
/** Why what was slow may have been slow because of others on the machine. */
function contentionDoubts({ idle, load }) {
    const stolen = Math.max(idle?.stolen ?? 0, load?.stolen ?? 0);
    const waited = idle?.waited ?? 0;
    return [
        ...(stolen > limits.stolen
            ? [`the hypervisor gave ${percent(stolen)} of its processors to others, over ${percent(limits.stolen)}`]
            : []),
        ...(waited > limits.waitedAtRest
            ? [
                `tasks waited for a processor ${percent(waited)} of the time before any load, over ${percent(limits.waitedAtRest)}`,
            ]
            : []),
    ];
}
function contention_words(name, contention) {
    if (contention === null)
        return [];
    const { used, stolen, waited } = contention;
    const parts = [
        used === null ? '' : `${percent(used)} in use`,
        stolen === null ? '' : `${percent(stolen)} stolen`,
        waited === null ? '' : `tasks waiting ${percent(waited)} of the time`,
    ].filter((part) => part !== '');
    return parts.length === 0 ? [] : [`${name} ${parts.join(', ')}`];
}
/** `the machine's CPU: at rest 12 % in use, 0 % stolen, tasks waiting 3 % of the time; under load \u2026`; empty where it is not told. */
function contentionWords({ idle, load }) {
    const all = [...contention_words('at rest', idle), ...contention_words('under load', load)];
    return all.length === 0 ? '' : `the machine's CPU: ${all.join('; ')}`;
}

;// CONCATENATED MODULE: ./lib/stages/load/claims/generator.js

const ours = "the generator's own measurements";
const generatorSound = ({ load, marks }, _, { faults: found, contentions }) => {
    if (!marks.some(({ phase }) => phase === 'warm-up'))
        return [];
    const health = load?.health;
    const own = `send lag p99 ${health?.sendLagP99Ms.toFixed(1)} ms, event loop p99 ${health?.eventLoopDelayP99Ms.toFixed(1)} ms, ${(100 * (health?.cpu ?? 0)).toFixed(0)} % of a core`;
    const machine = contentionWords(contentions);
    return [
        {
            claim: 'the generator sent what its schedule said, when it said so',
            requirement: 'horizontal-scaling',
            verdict: found.length === 0 ? 'pass' : 'inconclusive',
            observed: [...(found.length > 0 ? found : [own]), ...(machine === '' ? [] : [machine])].join('; '),
            source: machine === '' ? ours : `${ours}; /proc/stat and /proc/pressure/cpu of its machine`,
            ...(found.length === 0 ? {} : { remedy: 'Give the machine more CPU, or lower the rate.' }),
        },
    ];
};
/** What a proxy answers for a service that did not: bad gateway, unavailable, gateway timeout (RFC 9110, 15.6.3 to 15.6.5). */
const proxys = new Set(['502', '503', '504']);
/**
 * Whether what failed was mostly answered by the service, with a status of its own. Time-outs, broken connections and what
 * an ingress says in its place are nobody's on a machine that is too busy to send in time.
 */
function isAnswered(tallies) {
    const failed = tallies.reduce((sum, { bad, shed }) => sum + bad + shed, 0);
    const statuses = tallies
        .flatMap(({ outcomes }) => Object.entries(outcomes))
        .filter(([name]) => /^[45]\d\d$/.test(name) && !proxys.has(name));
    return failed > 0 && 2 * statuses.reduce((sum, [, count]) => sum + count, 0) >= failed;
}
/** Broken off by answers that failed is the service's fault; by anything else it is nobody's proof. */
function verdictOfEnd({ ended, phases }, went, sound) {
    const fault = sound || isAnswered(phases.map(({ tally }) => tally)) ? 'fail' : 'inconclusive';
    const good = phases.reduce((sum, { tally }) => sum + tally.good, 0);
    const bad = phases.reduce((sum, { tally }) => sum + tally.bad + tally.shed, 0);
    if (ended.startsWith('abort:'))
        return fault;
    if (good === 0)
        return bad > 0 ? fault : 'inconclusive';
    return ended === 'stopped' && went ? 'pass' : 'inconclusive';
}
const loadArrived = ({ load, halt, marks }, _, { doubts }) => {
    if (!marks.some(({ phase }) => phase === 'warm-up'))
        return [];
    const went = halt === null;
    const verdict = load === null ? 'inconclusive' : verdictOfEnd(load, went, doubts.length === 0);
    const outcomes = new Map();
    for (const { tally } of load?.phases ?? []) {
        for (const [outcome, count] of Object.entries(tally.outcomes))
            outcomes.set(outcome, (outcomes.get(outcome) ?? 0) + count);
    }
    const answers = [...outcomes].map(([outcome, count]) => `${count} \u00d7 ${outcome}`).join(', ') || 'no answer at all';
    return [
        {
            claim: 'the load was sent to its end, and the service answered it',
            requirement: 'routing',
            verdict,
            observed: `${answers}; ended: ${halt?.why ?? load?.ended ?? 'without a result'}`,
            source: 'answers to the generator',
            ...(verdict === 'pass' ? {} : { remedy: "Ask the path by hand through the ingress, and read the pods' logs." }),
        },
    ];
};

;// CONCATENATED MODULE: ./lib/stages/load/watched.js
/** Longest stretch without a look that still shows each decision, in sync periods. */
const longestGapSyncs = 2;
const mostMissed = 0.05;
/** Up to the end of the last phase; a wall clock that went back is a gap too, because times before and after it do not compare. */
function longestGap({ rows, marks }) {
    const times = [...rows.map(({ at }) => at), ...marks.slice(-1).map(({ to }) => to)];
    return times.slice(1).reduce((longest, at, index) => Math.max(longest, Math.abs(at - (times[index] ?? at))), 0);
}
/** Whether enough was seen for something that was not seen to be taken as not having happened. */
function isWatched(recording, { clocks }) {
    const { rows, misses } = recording;
    const allowed = 1000 * Math.max(10, longestGapSyncs * clocks.syncPeriodSeconds);
    const share = misses.length / Math.max(1, rows.length + misses.length);
    return rows.length > 0 && longestGap(recording) <= allowed && share <= mostMissed;
}

;// CONCATENATED MODULE: ./lib/stages/load/claims/observation.js




/** Nothing can be said of a run that was not watched. */
const watched = (recording, spec) => {
    const { rows, misses } = recording;
    const gap = longestGap(recording);
    const complete = isWatched(recording, spec);
    const last = misses.at(-1)?.error;
    return [
        {
            claim: 'the autoscaler was watched the whole time',
            requirement: 'autoscaling',
            verdict: complete ? 'pass' : 'inconclusive',
            observed: `${(0,domain_amount/* amount */.v)(rows.length, 'look')}, ${misses.length} failed, longest gap ${claim_seconds(gap)}${last === undefined ? '' : `; last failure: ${last}`}`,
            source: 'Kubernetes API, one look a second',
            ...(complete ? {} : { remedy: 'See to it that the API server answers during the load, then run again.' }),
        },
    ];
};
/** A metrics API that fails is the cluster's; one that answers and is not used shows a fault of the workload. */
function blindness({ halt, rows }) {
    if (halt?.kind !== 'not-ready')
        return 'pass';
    const last = rows.at(-1);
    if (last === undefined || last.autoscaler === null || last.metrics.error !== null)
        return 'inconclusive';
    const active = last.autoscaler.conditions.find(({ type }) => type === 'ScalingActive');
    return active?.status === 'False' && last.metrics.samples.length > 0 ? 'fail' : 'inconclusive';
}
const metricsAvailable = (recording, spec) => {
    const ready = markOf(recording, 'ready');
    const verdict = ready === undefined ? 'inconclusive' : blindness(recording);
    const samples = recording.rows.at(-1)?.metrics.samples.length ?? 0;
    const observed = ready?.met
        ? `ScalingActive is True; ${(0,domain_amount/* amount */.v)(samples, 'pod has', 'pods have')} samples`
        : (ready?.lastSeen ?? 'nothing');
    return [
        {
            claim: 'the autoscaler rests at its minimum and reads metrics of each pod',
            requirement: 'autoscaling',
            object: objectOf(spec),
            verdict,
            observed,
            source: 'status.conditions, metrics.k8s.io',
            ...(verdict === 'pass'
                ? {}
                : { remedy: 'Install metrics-server, and give each container the request that the HPA needs.' }),
        },
    ];
};
/** Deleted, replaced or edited on the way: then nothing that was seen is about one autoscaler. */
const sameAutoscaler = ({ rows }, spec) => {
    const first = rows.find(({ autoscaler }) => autoscaler !== null);
    if (first === undefined)
        return [];
    const changed = rows.find(({ at, autoscaler }) => at > first.at &&
        (autoscaler?.uid !== first.autoscaler?.uid || autoscaler?.generation !== first.autoscaler?.generation));
    const what = changed?.autoscaler === null ? 'gone' : 'another one, or edited,';
    return [
        {
            claim: 'the autoscaler stayed what it was',
            requirement: 'autoscaling',
            object: objectOf(spec),
            verdict: changed === undefined ? 'pass' : 'inconclusive',
            observed: changed === undefined
                ? `same uid and generation in ${(0,domain_amount/* amount */.v)(rows.length, 'look')}`
                : `${what} after ${claim_seconds(changed.at - first.at)}`,
            source: 'metadata.uid, metadata.generation',
            ...(changed === undefined ? {} : { remedy: 'Keep others from the namespace while the gate runs.' }),
        },
    ];
};

;// CONCATENATED MODULE: ./lib/stages/load/claims/script.js

/** A script that is broken, or that asked for nothing, says nothing about the service. */
function verdictOf({ outcome, requests, thresholds }) {
    if (outcome === 'thresholds-missed' || thresholds.some(({ held }) => !held))
        return 'fail';
    return outcome === 'passed' && requests !== null && requests > 0 ? 'pass' : 'inconclusive';
}
function script_remedyOf({ outcome, requests, thresholds }) {
    if (outcome === 'script-broken')
        return 'Mend the script: run it by hand with the same environment.';
    if (outcome === 'thresholds-missed' || thresholds.some(({ held }) => !held))
        return 'Look at the thresholds that were crossed.';
    if (outcome === 'passed' && (requests ?? 0) === 0)
        return 'Let the script send requests to BASE_URL.';
    return 'Run the script to its end.';
}
const scriptHeld = ({ script }) => {
    if (script === null)
        return [];
    const verdict = verdictOf(script);
    const { exitCode, reason, requests, failedShare, metrics, thresholds } = script;
    const p95 = metrics['http_req_duration']?.['p(95)'];
    const crossed = thresholds.filter(({ held }) => !held).map(({ metric, expression }) => `${metric} ${expression}`);
    const figures = [
        requests === null ? 'no requests' : (0,domain_amount/* amount */.v)(requests, 'request'),
        failedShare === null ? '' : `${(100 * failedShare).toFixed(2)} % failed`,
        p95 === undefined ? '' : `p(95) ${p95.toFixed(1)} ms from sending`,
        crossed.length > 0 ? `crossed: ${crossed.join(', ')}` : '',
        `exit code ${exitCode}: ${reason}`,
    ];
    return [
        {
            claim: "the user's script ran to its end, and its own thresholds held",
            requirement: 'horizontal-scaling',
            verdict,
            observed: figures.filter((figure) => figure !== '').join('; '),
            source: "the engine's summary and exit code",
            ...(verdict === 'pass' ? {} : { remedy: script_remedyOf(script) }),
        },
    ];
};

;// CONCATENATED MODULE: ./lib/stages/load/claims/shadow.js


/** Share of the live decisions that the port has to reproduce. */
const leastAgreement = 0.95;
function deviations({ decisions }) {
    const codes = new Map();
    for (const { agreement, code } of decisions) {
        if (agreement === 'deviates')
            codes.set(code, (codes.get(code) ?? 0) + 1);
    }
    return [...codes].map(([code, count], index) => `${index === 0 ? '; ' : ', '}${count} \u00d7 ${code}`).join('');
}
/** A real autoscaler that decides otherwise than the algorithm was disturbed, or was not seen well enough. */
const decisionsReproduced = (_, spec, { shadow }) => {
    if (shadow === null)
        return [];
    const { decisions, exact, withinInterval, agreement, visible } = shadow;
    const verdict = decisions.length > 0 && agreement >= leastAgreement ? 'pass' : 'inconclusive';
    return [
        {
            claim: 'the autoscaler decides as its algorithm does, from the same inputs',
            requirement: 'autoscaling',
            object: objectOf(spec),
            verdict,
            observed: `${exact + withinInterval} of ${(0,domain_amount/* amount */.v)(decisions.length, 'decision')} reproduced, ${exact} of them from the last look; of those that changed the status ${visible.agreeing} of ${visible.all}${verdict === 'pass' ? '' : deviations(shadow)}`,
            source: 'every sync of the live HPA beside the HPA algorithm of Kubernetes 1.34',
            ...(verdict === 'pass'
                ? {}
                : { remedy: 'Read the deviations in the timeline; check the clocks that the gate was told.' }),
        },
    ];
};

;// CONCATENATED MODULE: ./lib/stages/load/statistics.js
/** Both bounds hold with this confidence, each by itself. */
const confidence = 0.95;
/** Standard normal deviate of `confidence`, one-sided. */
const z = 1.6448536269514722;
/** Value of the `rank`-th smallest sample, counted from 1. */
function valueAtRank({ buckets, max }, rank) {
    let seen = 0;
    for (const [value, count] of buckets) {
        seen += count;
        if (seen >= rank)
            return Math.min(value, max);
    }
    return max;
}
function percentile(distribution, percent) {
    if (distribution.count === 0)
        return Number.NaN;
    return valueAtRank(distribution, Math.max(1, Math.ceil((percent / 100) * distribution.count)));
}
/** P(Binomial(n, q) \u2264 0), P(\u2026 \u2264 1) \u2026: summed exactly, in logarithms. */
function* cumulative(n, q) {
    const odds = Math.log(q) - Math.log1p(-q);
    let logTerm = n * Math.log1p(-q);
    let sum = Math.exp(logTerm);
    for (let k = 0; k < n; k++) {
        yield sum;
        logTerm += Math.log((n - k) / (k + 1)) + odds;
        sum += Math.exp(logTerm);
    }
    yield 1;
}
/** Smallest k with P(Binomial(n, q) \u2264 k) \u2265 `probability`. Summed from the nearer end, so that p99 costs little. */
function binomialQuantile(n, q, probability) {
    let k = 0;
    if (q <= 0.5) {
        for (const sum of cumulative(n, q)) {
            if (sum >= probability)
                return k;
            k++;
        }
        return n;
    }
    for (const sum of cumulative(n, 1 - q)) {
        if (sum > 1 - probability)
            return n - k;
        k++;
    }
    return 0;
}
/**
 * Bounds on a percentile from order statistics, whatever the distribution: sample r is above the q-quantile with
 * probability P(Binomial(n, q) \u2264 r\u22121). Fewer samples than the bound needs (59 for p95, 299 for p99) give infinity.
 */
function percentileInterval(distribution, percent) {
    const { count } = distribution;
    const q = percent / 100;
    if (count === 0)
        return { low: 0, high: Number.POSITIVE_INFINITY };
    const upper = binomialQuantile(count, q, confidence) + 1;
    const lower = binomialQuantile(count, q, 1 - confidence);
    return {
        low: lower < 1 ? 0 : valueAtRank(distribution, lower),
        high: upper > count ? Number.POSITIVE_INFINITY : valueAtRank(distribution, upper),
    };
}
/** Wilson's score interval for a share of `hits` in `n`. */
function wilson(hits, n) {
    if (n === 0)
        return { low: 0, high: 1 };
    const share = hits / n;
    const denominator = 1 + (z * z) / n;
    const centre = (share + (z * z) / (2 * n)) / denominator;
    const half = (z / denominator) * Math.sqrt((share * (1 - share)) / n + (z * z) / (4 * n * n));
    return { low: Math.max(0, centre - half), high: Math.min(1, centre + half) };
}
/** Mean with the normal approximation; nothing is said of fewer than 30 samples. */
function meanInterval({ buckets, count, mean }) {
    if (count < 30)
        return { low: 0, high: Number.POSITIVE_INFINITY };
    const squares = buckets.reduce((sum, [value, times]) => sum + times * (value - mean) ** 2, 0);
    const half = z * Math.sqrt(squares / (count - 1) / count);
    return { low: Math.max(0, mean - half), high: mean + half };
}
/** Events a second, as a Poisson count with the normal approximation. */
function rateInterval(events, seconds) {
    if (seconds <= 0)
        return { low: 0, high: Number.POSITIVE_INFINITY };
    const half = z * Math.sqrt(Math.max(1, events));
    return { low: Math.max(0, events - half) / seconds, high: (events + half) / seconds };
}

;// CONCATENATED MODULE: ./lib/stages/load/slo.js

/** Shed arrivals and faults are failures, as they are for who asked. */
function slo_failures({ tally }) {
    const failed = tally.bad + tally.shed;
    return { failed, all: failed + tally.good };
}
/** The measured value, and between which bounds the true one lies. The extremes of a sample are themselves. */
function measured(phase, { measure }) {
    const { latency, tally, durationMs } = phase;
    switch (measure.of) {
        case 'percentile':
            return { value: percentile(latency, measure.percent), interval: percentileInterval(latency, measure.percent) };
        case 'avg':
            return { value: latency.mean, interval: meanInterval(latency) };
        case 'min':
        case 'max':
            return { value: latency[measure.of], interval: { low: latency[measure.of], high: latency[measure.of] } };
        case 'error_rate': {
            const { failed, all } = slo_failures(phase);
            return { value: all === 0 ? Number.NaN : failed / all, interval: wilson(failed, all) };
        }
        case 'rps':
            return { value: (tally.good / durationMs) * 1000, interval: rateInterval(tally.good, durationMs / 1000) };
    }
}
function holds(value, { comparison, limit }) {
    switch (comparison) {
        case '<':
            return value < limit;
        case '<=':
            return value <= limit;
        case '>':
            return value > limit;
        case '>=':
            return value >= limit;
    }
}
/**
 * Passes when the whole interval keeps the limit, fails when none of it does, and is inconclusive in between.
 * The rate of an open model is what the schedule sends, not a sample: there the value itself is judged.
 */
function judgeThreshold(threshold, phase) {
    const { value, interval } = measured(phase, threshold);
    const samples = slo_failures(phase).all;
    const [low, high] = [holds(interval.low, threshold), holds(interval.high, threshold)];
    const exact = threshold.measure.of === 'rps' && samples > 0;
    const whole = low && high ? 'pass' : !low && !high ? 'fail' : 'inconclusive';
    const verdict = samples === 0 ? 'inconclusive' : exact ? (holds(value, threshold) ? 'pass' : 'fail') : whole;
    return { threshold: threshold.text, phase: phase.name, verdict, value, interval, samples };
}
/** Samples without which a threshold can never pass: those of a run without a single failure or outlier. */
function samplesNeeded({ measure, limit }) {
    switch (measure.of) {
        case 'percentile':
            return Math.ceil(Math.log(0.05) / Math.log(measure.percent / 100)) + 1;
        case 'error_rate':
            return limit > 0 && limit < 1 ? Math.ceil((2.7055 * (1 - limit)) / limit) + 1 : 1;
        case 'avg':
            return 30;
        default:
            return 1;
    }
}

;// CONCATENATED MODULE: ./lib/stages/load/threshold.js

const names = 'p(N), avg, med, min, max, error_rate or rps';
class Reader {
    text;
    at = 0;
    constructor(text) {
        this.text = text;
        this.skip();
    }
    take(pattern) {
        const found = new RegExp(pattern.source, 'y');
        found.lastIndex = this.at;
        const match = found.exec(this.text)?.[0];
        if (match !== undefined) {
            this.at += match.length;
            this.skip();
        }
        return match;
    }
    /** Says what was expected, at the 1-based column. */
    problem(expected, at) {
        const rest = this.text.slice(at).trim();
        const seen = rest === '' ? 'it ends' : `there is "${rest}"`;
        return (0,domain_error/* invalidInput */.aY)([`threshold "${this.text}", column ${at + 1}: expected ${expected}, but ${seen}`], 'Write thresholds as p(95)<250, error_rate<0.01 or rps>=100; latencies are in milliseconds.');
    }
    skip() {
        while (this.text[this.at] === ' ')
            this.at++;
    }
}
function measure(reader) {
    const start = reader.at;
    const name = reader.take(/[a-z_]+/);
    switch (name) {
        case 'p': {
            if (reader.take(/\(/) === undefined)
                throw reader.problem('"(" and a percentile', reader.at);
            const at = reader.at;
            const percent = Number(reader.take(/\d+(\.\d+)?/));
            if (!(percent > 0 && percent < 100))
                throw reader.problem('a percentile above 0 and below 100', at);
            if (reader.take(/\)/) === undefined)
                throw reader.problem('")"', reader.at);
            return { of: 'percentile', percent };
        }
        case 'med':
            return { of: 'percentile', percent: 50 };
        case 'avg':
        case 'min':
        case 'max':
        case 'error_rate':
        case 'rps':
            return { of: name };
        default:
            throw reader.problem(names, start);
    }
}
function span(reader) {
    return reader.take(/(scaling|steady)(?= *:)/) ?? 'each';
}
/** Reads one threshold. Throws `INPUT_INVALID` naming the column at which it cannot be understood. */
function parseThreshold(text) {
    const reader = new Reader(text);
    const which = span(reader);
    if (which !== 'each')
        reader.take(/:/);
    const measured = measure(reader);
    const comparison = reader.take(/<=|>=|<|>/);
    if (comparison === undefined)
        throw reader.problem('<, <=, > or >=', reader.at);
    const at = reader.at;
    const limit = reader.take(/\d+(\.\d+)?/);
    if (limit === undefined)
        throw reader.problem('a number', at);
    if (reader.at < text.length)
        throw reader.problem('nothing more', reader.at);
    return { text: text.trim(), span: which, measure: measured, comparison, limit: Number(limit) };
}

;// CONCATENATED MODULE: ./lib/stages/load/claims/slos.js




function addCounts(a, b) {
    const sum = { ...a };
    for (const [key, count] of Object.entries(b))
        sum[key] = (sum[key] ?? 0) + count;
    return sum;
}
function addTally(a, b) {
    return {
        scheduled: a.scheduled + b.scheduled,
        sent: a.sent + b.sent,
        good: a.good + b.good,
        bad: a.bad + b.bad,
        shed: a.shed + b.shed,
        late: a.late + b.late,
        retried: a.retried + b.retried,
        bytes: a.bytes + b.bytes,
        outcomes: addCounts(a.outcomes, b.outcomes),
        byPod: addCounts(a.byPod, b.byPod),
    };
}
function addDistribution(a, b) {
    if (a.count === 0 || b.count === 0)
        return a.count === 0 ? b : a;
    const count = a.count + b.count;
    const buckets = new Map(a.buckets);
    for (const [value, times] of b.buckets)
        buckets.set(value, (buckets.get(value) ?? 0) + times);
    return {
        count,
        min: Math.min(a.min, b.min),
        max: Math.max(a.max, b.max),
        mean: (a.mean * a.count + b.mean * b.count) / count,
        precision: Math.max(a.precision, b.precision),
        buckets: [...buckets].toSorted(([x], [y]) => x - y),
    };
}
function joinedPair(a, b) {
    const durationMs = a.durationMs + b.durationMs;
    return {
        name: a.name,
        profile: b.profile,
        startedAt: a.startedAt,
        durationMs,
        tally: addTally(a.tally, b.tally),
        latency: addDistribution(a.latency, b.latency),
        service: addDistribution(a.service, b.service),
        meanInFlight: (a.meanInFlight * a.durationMs + b.meanInFlight * b.durationMs) / durationMs,
        unanswered: { atStart: a.unanswered.atStart, atEnd: b.unanswered.atEnd },
    };
}
/** Phases of one name as one: the rate may have been mended on the way up. */
function slos_joined(phases) {
    let whole = null;
    for (const phase of phases)
        whole = whole === null ? phase : joinedPair(whole, phase);
    return whole;
}
/** Each threshold over each stretch of the load that it is about. */
function slosOf(load, thresholds) {
    const spans = ['scaling', 'steady'].flatMap((span) => {
        const phase = slos_joined((load?.phases ?? []).filter(({ name }) => name === span));
        return phase === null ? [] : [{ span, phase }];
    });
    return thresholds
        .map(parseThreshold)
        .flatMap((threshold) => spans
        .filter(({ span }) => threshold.span === 'each' || threshold.span === span)
        .map(({ phase }) => judgeThreshold(threshold, phase)));
}
function slos_shown(value) {
    return Number.isFinite(value) ? String(Number(value.toPrecision(4))) : 'unknown';
}
/** A generator that lagged has made latencies longer and requests time out: it can show that a limit is kept, not that it is missed. */
function slos_doubted(result, load) {
    const phases = (load?.phases ?? []).filter(({ name }) => name === result.phase);
    const own = result.threshold.includes('error_rate') && isAnswered(phases.map(({ tally }) => tally));
    return result.verdict === 'fail' && !own ? { ...result, verdict: 'inconclusive' } : result;
}
const slosHeld = ({ load, marks }, { thresholds }, { doubts }) => {
    if (thresholds.length === 0 || !marks.some(({ phase }) => phase === 'warm-up'))
        return [];
    const measured = slosOf(load, thresholds);
    const results = doubts.length === 0 ? measured : measured.map((result) => slos_doubted(result, load));
    const missing = thresholds.filter((text) => !results.some(({ threshold }) => threshold === text.trim()));
    return [
        ...results.map(({ threshold, phase, verdict, value, interval, samples }, index) => ({
            claim: `${threshold} while ${phase}`,
            requirement: 'horizontal-scaling',
            verdict,
            observed: `${slos_shown(value)}, between ${slos_shown(interval.low)} and ${slos_shown(interval.high)} with 95 % confidence; ${(0,domain_amount/* amount */.v)(samples, 'request')}${measured[index]?.verdict === verdict ? '' : `; but the machine could not keep up: ${doubts.join('; ')}`}`,
            source: 'latency from the intended time, milliseconds',
            ...(verdict === 'pass' ? {} : { remedy: slos_remedyOf(verdict) }),
        })),
        ...missing.map((text) => ({
            claim: `${text.trim()} under load`,
            requirement: 'horizontal-scaling',
            verdict: 'inconclusive',
            observed: 'there was no such phase',
            source: 'the load generator',
            remedy: 'Run again once the load can be sent.',
        })),
    ];
};
function slos_remedyOf(verdict) {
    return verdict === 'fail'
        ? 'Look at the slowest answers and the CPU limit; or write the threshold for the steady phase alone.'
        : 'Give the load more time or a higher rate: the measured interval spans the limit.';
}

;// CONCATENATED MODULE: ./lib/stages/load/generator-faults.js


/** Above any of these the generator has measured itself. The send lag counts into the latencies: see `lagLimit`. */
const generator_faults_limits = { cpu: 0.9, lagMs: 50, unsent: 0.005 };
/** Phases with fewer requests say nothing about Little's law; nor do those with less than one in flight. */
const littleRequests = 200;
/** What the clocks and the histogram's buckets may add to what the ends of a phase explain. */
const littleShare = 0.05;
/** Milliseconds that the `most` longest of these took together: more than any other so many of them. */
function generator_faults_longest(distributions, most) {
    const slowestFirst = distributions.flatMap(({ buckets }) => buckets).toSorted(([a], [b]) => b - a);
    let [sum, left] = [0, most];
    for (const [value, count] of slowestFirst) {
        if (left <= 0)
            break;
        sum += value * Math.min(left, count);
        left -= count;
    }
    return sum;
}
/**
 * Little's law over a stretch of time, which needs no stationary rate: requests in flight, summed over the phase, are the
 * service times of its requests, but for what those without an answer at its end still took after it, and what those from
 * before it took within it. Both are bounded by the longest services. Gives how far off throughput \u00d7 service time the
 * count is where neither explains it.
 */
function little({ tally, durationMs, service, meanInFlight, unanswered }, before) {
    const answered = tally.good + tally.bad;
    if (answered < littleRequests || meanInFlight < 1)
        return null;
    const [counted, expected] = [meanInFlight * durationMs, answered * service.mean];
    const least = expected - generator_faults_longest([service], unanswered.atEnd);
    const earlier = before.map((phase) => phase.service);
    const most = expected + generator_faults_longest(earlier, unanswered.atStart);
    if (counted >= least * (1 - littleShare) && counted <= most * (1 + littleShare))
        return null;
    return Math.abs(counted - expected) / counted;
}
/**
 * A quarter of the tightest latency threshold, at least 50 ms. Latencies are counted from the intended time to when the
 * answer is read, so a late sending and a late reading make them longer and never shorter: what passes in spite of it
 * passes. A larger lag says that the generator cannot keep up.
 */
function lagLimit(thresholds) {
    const latencies = thresholds
        .map(parseThreshold)
        .filter(({ measure }) => measure.of !== 'error_rate' && measure.of !== 'rps')
        .map(({ limit }) => limit);
    return latencies.length === 0 ? generator_faults_limits.lagMs : Math.max(generator_faults_limits.lagMs, Math.min(...latencies) / 4);
}
/** What is wrong with the generator's own measurement; empty where it is sound. */
function generatorFaults(load, thresholds) {
    return load === null ? ['the generator gave no result'] : faultsOf(load, thresholds);
}
function faultsOf({ health, phases }, thresholds) {
    const found = [];
    const { cpu, sendLagP99Ms, eventLoopDelayP99Ms } = health;
    if (cpu > generator_faults_limits.cpu)
        found.push(`the generator used ${(100 * cpu).toFixed(0)} % of its core`);
    const lag = lagLimit(thresholds);
    if (sendLagP99Ms > lag)
        found.push(`requests left ${sendLagP99Ms.toFixed(0)} ms late (p99), over ${lag.toFixed(0)} ms`);
    if (eventLoopDelayP99Ms > lag)
        found.push(`its event loop was ${eventLoopDelayP99Ms.toFixed(0)} ms late (p99), over ${lag.toFixed(0)} ms`);
    for (const [index, phase] of phases.entries()) {
        const { scheduled, sent, shed } = phase.tally;
        const unsent = scheduled - shed - sent;
        if (unsent > generator_faults_limits.unsent * scheduled)
            found.push(`${unsent} of ${(0,domain_amount/* amount */.v)(scheduled, 'request')} of ${phase.name} were never sent`);
        const off = little(phase, phases.slice(0, index));
        if (off !== null)
            found.push(`${phase.name}: in-flight requests are ${(100 * off).toFixed(0)} % off throughput \u00d7 service time`);
    }
    return found;
}

;// CONCATENATED MODULE: ./lib/stages/load/comparison/shift.js
/** P(T \u2264 0), P(T \u2264 1) \u2026, where T is Wilcoxon's signed-rank sum of `n` differences symmetric about zero: exact, by counting. */
function signedRanks(n) {
    const most = (n * (n + 1)) / 2;
    const ways = Array.from({ length: most + 1 }, (_, sum) => Number(sum === 0));
    for (let rank = 1; rank <= n; rank++) {
        for (let sum = most; sum >= rank; sum--)
            ways[sum] = (ways[sum] ?? 0) + (ways[sum - rank] ?? 0);
    }
    let below = 0;
    return ways.map((count) => {
        below += count;
        return below / 2 ** n;
    });
}
/** The mean of each pair of differences, each with itself too, ascending: Walsh's averages. */
function walsh(differences) {
    return differences
        .flatMap((one, index) => differences.slice(index).map((other) => (one + other) / 2))
        .sort((a, b) => a - b);
}
function median(sorted) {
    const middle = (sorted.length - 1) / 2;
    return ((sorted[Math.floor(middle)] ?? Number.NaN) + (sorted[Math.ceil(middle)] ?? Number.NaN)) / 2;
}
/**
 * The Hodges\u2013Lehmann shift of paired differences: the median of Walsh's averages, with the distribution-free interval that
 * inverts Wilcoxon's signed-rank test. It holds whatever the noise is, as long as a pair might as well have come out the
 * other way round, which is what measuring A B B A sees to; one wild pair moves it little.
 * Too few pairs for the confidence (six for 95 %, eight for 99 %) bound nothing.
 *
 * Source: Hodges and Lehmann, Ann. Math. Statist. 34 (1963) 598; Hollander and Wolfe, Nonparametric Statistical Methods, 3.2\u20133.3.
 *
 * @param confidence two-sided, 0 to 1
 */
function shiftOf(differences, confidence) {
    const averages = walsh(differences);
    const pairs = differences.length;
    // Walsh's averages from the k-th smallest to the k-th largest, where P(T < k) is within the error of one side.
    const k = signedRanks(pairs).filter((below) => below <= (1 - confidence) / 2 + 1e-12).length;
    const estimate = median(averages);
    if (k < 1)
        return { estimate, low: Number.NEGATIVE_INFINITY, high: Number.POSITIVE_INFINITY, pairs };
    return { estimate, low: averages[k - 1] ?? Number.NaN, high: averages.at(-k) ?? Number.NaN, pairs };
}

;// CONCATENATED MODULE: ./lib/stages/load/comparison/judgement.js


/** How often the result is looked at; the run goes on while it is undecided. */
const mostLooks = 3;
/** Chance to blame a candidate that is as slow as is tolerated, over all looks together: each has its part (Bonferroni). */
const error = 0.05;
/** Latencies of so few milliseconds differ by which node a pod is on, and by what else that node does. */
const floorMs = 1;
/** Share of requests by which failures may be more. */
const toleratedFailures = 0.01;
/** Percentiles that are compared; others would need longer blocks. */
const percents = [50, 95];
function middle(values) {
    const sorted = values.toSorted((a, b) => a - b);
    return ((sorted[(sorted.length - 1) >> 1] ?? Number.NaN) + (sorted[sorted.length >> 1] ?? Number.NaN)) / 2;
}
/** Two blocks beside each other in time, one of each variant; what is left over has no pair. */
function pairsOf(blocks) {
    return Array.from({ length: blocks.length >> 1 }, (_, index) => {
        const [first, second] = [blocks[2 * index], blocks[2 * index + 1]];
        return first.variant === 'baseline'
            ? { baseline: first, candidate: second }
            : { baseline: second, candidate: first };
    });
}
function judgement_verdictOf({ low, high }, tolerated) {
    if (low > tolerated)
        return 'fail';
    return high <= tolerated ? 'pass' : 'inconclusive';
}
/** One percentile, judged: fails only when the whole interval is beyond what is tolerated. */
function compareLatency(blocks, percent, maxSlowdown, confidence = 1 - error / mostLooks) {
    const of = (latency) => percentile(latency, percent);
    const pairs = pairsOf(blocks).map(({ baseline, candidate }) => [of(baseline.latency), of(candidate.latency)]);
    const sound = pairs.filter(([a, b]) => a > 0 && b > 0);
    const log = shiftOf(sound.map(([a, b]) => Math.log(b / a)), confidence);
    const ratio = {
        estimate: Math.exp(log.estimate),
        low: Math.exp(log.low),
        high: Math.exp(log.high),
        pairs: log.pairs,
    };
    const baselineMs = middle(sound.map(([a]) => a));
    const tolerated = 1 + Math.max(maxSlowdown, sound.length === 0 ? 0 : floorMs / baselineMs);
    return {
        percent,
        baselineMs,
        candidateMs: middle(sound.map(([, b]) => b)),
        ratio,
        tolerated,
        verdict: judgement_verdictOf(ratio, tolerated),
    };
}
function judgement_counted(blocks, variant) {
    const tallies = blocks.filter((block) => block.variant === variant).map(({ tally }) => tally);
    const failed = tallies.reduce((sum, { bad, shed }) => sum + bad + shed, 0);
    return { failed, all: failed + tallies.reduce((sum, { good }) => sum + good, 0) };
}
/**
 * The difference of two shares, by Newcombe's hybrid of Wilson's intervals, each bound with 95 %.
 * Source: Newcombe, Statist. Med. 17 (1998) 873, method 10.
 */
function compareFailures(blocks) {
    const [a, b] = [judgement_counted(blocks, 'baseline'), judgement_counted(blocks, 'candidate')];
    const [p, q] = [a, b].map(({ failed, all }) => (all === 0 ? 0 : failed / all));
    const [of, to] = [wilson(a.failed, a.all), wilson(b.failed, b.all)];
    const difference = {
        low: q - p - Math.hypot(q - to.low, of.high - p),
        high: q - p + Math.hypot(to.high - q, p - of.low),
    };
    const verdict = a.all === 0 || b.all === 0 ? 'inconclusive' : judgement_verdictOf(difference, toleratedFailures);
    return { baseline: a, candidate: b, difference, tolerated: toleratedFailures, verdict };
}
/** Whether another look could still say something: one failure is enough to end, and so is that all is settled. */
function isDecided(blocks, maxSlowdown) {
    const verdicts = [
        ...percents.map((percent) => compareLatency(blocks, percent, maxSlowdown).verdict),
        compareFailures(blocks).verdict,
    ];
    return verdicts.includes('fail') || !verdicts.includes('inconclusive');
}

;// CONCATENATED MODULE: ./lib/stages/load/comparison/duel.js




/** Blocks of one look: eight pairs, the fewest that bound anything at the confidence of one look. */
const duel_order = Array.from({ length: 4 }, () => ['baseline', 'candidate', 'candidate', 'baseline']).flat();
/** Requests of a block, without which its p95 is a matter of chance. */
const leastRequests = 80;
const shortestSeconds = 4;
const longestSeconds = 20;
/** Before the first block of a look: connections are open and code is warm; before each block: what was idle wakes. */
const warmUpSeconds = 3;
const leadInSeconds = 0.5;
function blockSecondsAt(rate) {
    return Math.min(longestSeconds, Math.max(shortestSeconds, Math.ceil(leastRequests / rate)));
}
/** Loads both copies in turn, A B B A, until the result is clear or all looks are taken. */
async function duel(comparison, spec, rate, ports, context) {
    const blockSeconds = blockSecondsAt(rate);
    let record = { blocks: [], looks: 0, rate, blockSeconds, health: [], faults: [], halt: null };
    while (record.looks < mostLooks && record.halt === null) {
        const next = await duel_look(comparison, spec, { rate, blockSeconds }, ports, context);
        record = {
            ...record,
            blocks: [...record.blocks, ...next.blocks],
            looks: record.looks + 1,
            health: [...record.health, ...next.health],
            faults: [...record.faults, ...next.faults],
            halt: next.halt,
        };
        if (isDecided(record.blocks, comparison.maxSlowdown))
            break;
        ports.log.info(`baseline: not clear after ${record.blocks.length} blocks of ${blockSeconds} s`);
    }
    return record;
}
async function duel_look({ copies }, { traffic, thresholds }, pace, ports, context) {
    const over = new AbortController();
    const signal = AbortSignal.any([context.signal, over.signal]);
    const start = (variant) => ports.generator.start({ ...traffic, host: copies[variant].host, abort: null }, signal);
    try {
        const runs = { baseline: await start('baseline'), candidate: await start('candidate') };
        for (const run of Object.values(runs))
            await stretch(run, 'warm-up', pace.rate, warmUpSeconds, ports, signal);
        for (const [index, variant] of duel_order.entries()) {
            await stretch(runs[variant], 'lead-in', pace.rate, leadInSeconds, ports, signal);
            await stretch(runs[variant], `block-${index}`, pace.rate, pace.blockSeconds, ports, signal);
        }
        const results = { baseline: await runs.baseline.stop(), candidate: await runs.candidate.stop() };
        return {
            blocks: blocksOf(results),
            health: Object.values(results).map(({ health }) => health),
            faults: Object.values(results).flatMap((result) => generatorFaults(result, thresholds)),
            halt: null,
        };
    }
    catch (error) {
        if (!(error instanceof domain_error/* GateError */.ue) || error.code !== 'LOAD_FAILED')
            throw error;
        return { blocks: [], health: [], faults: [], halt: error.message };
    }
    finally {
        over.abort();
    }
}
function blocksOf(results) {
    return duel_order.flatMap((variant, index) => {
        const phase = results[variant].phases.find(({ name }) => name === `block-${index}`);
        return phase === undefined ? [] : [{ variant, latency: phase.latency, tally: phase.tally }];
    });
}
/** One stretch of load, to its end. */
async function stretch(run, name, rate, seconds, { clock, log }, signal) {
    await run.phase(name, { shape: 'constant', rate, seconds });
    const begun = clock.monotonic();
    const ended = await waitFor({
        what: 'baseline and candidate are measured in turn',
        deadlineMs: seconds * 1000 + 30_000,
        intervalMs: 100,
        async observe() {
            const { ended: broke, tally } = await run.snapshot();
            if (broke !== null)
                return { done: true, state: broke };
            const open = tally.scheduled - tally.good - tally.bad - tally.shed;
            // What is still in flight would be served beside the other's requests.
            if (clock.monotonic() - begun >= seconds * 1000 && open <= 0)
                return { done: true, state: null };
            return { done: false, seen: name };
        },
    }, { clock, log, signal });
    const why = ended.met ? ended.state : `${name} did not end: ${ended.lastSeen}`;
    if (why !== null)
        throw new domain_error/* GateError */.ue('LOAD_FAILED', why, { hint: 'Run again.' });
}

;// CONCATENATED MODULE: ./lib/stages/load/comparison/stand.js

const rolloutSeconds = 120;
const routeSeconds = 30;
/** Answers in a row: the first may come before the controller knows each endpoint. */
const answers = 3;
/** Puts both copies beside the service and waits until both answer. Why they do not, where they do not. */
async function stand({ copies }, { target, traffic }, probe, ports, { signal }) {
    for (const variant of ['baseline', 'candidate']) {
        const copy = copies[variant];
        if (copy.objects.length === 0)
            return `no copy of the ${variant} can be made: its workload selects by no label`;
        const applied = await ports.deployment.apply(copy.objects, target.namespace, signal);
        const refused = applied.find(({ refusal }) => refusal !== undefined);
        if (refused !== undefined)
            return `the cluster refused ${refused.object}: ${refused.refusal}`;
    }
    for (const variant of ['baseline', 'candidate']) {
        const copy = copies[variant];
        const why = (await rolledOut(copy, ports, signal)) ?? (await answered(copy, traffic.origin, probe, ports, signal));
        if (why !== null)
            return `the copy of the ${variant}: ${why}`;
    }
    return null;
}
/** What is over takes no CPU any more. */
async function rest({ copies }, namespace, deployment, signal) {
    for (const { objects, workload } of Object.values(copies)) {
        const own = objects.filter(({ kind }) => kind === workload.kind);
        const asleep = own.map((one) => ({ ...one, spec: { ...one['spec'], replicas: 0 } }));
        await deployment.apply(asleep, namespace, signal);
    }
}
function stand_seen({ ready, desired, trouble }) {
    return `${ready} of ${desired} replicas Ready${trouble === undefined ? '' : `: ${trouble.reason}: ${trouble.message}`}`;
}
async function rolledOut({ workload }, ports, signal) {
    const waited = await waitFor({
        what: `${workload.kind}/${workload.name} has rolled out`,
        deadlineMs: rolloutSeconds * 1000,
        intervalMs: 500,
        async observe(looking) {
            const rollout = await ports.deployment.rollout(workload, looking);
            if (rollout.done)
                return { done: true, state: true };
            return { done: false, seen: stand_seen(rollout), hopeless: rollout.trouble?.hopeless === true };
        },
    }, { ...ports, signal });
    return waited.met ? null : `${workload.kind}/${workload.name}: ${waited.lastSeen}`;
}
async function answered({ host }, origin, { path, status }, ports, signal) {
    let inRow = 0;
    const waited = await waitFor({
        what: `${host}${path} answers`,
        deadlineMs: routeSeconds * 1000,
        intervalMs: 200,
        async observe(looking) {
            const answer = await ports.http.get({ url: `${origin}${path}`, host, timeoutMs: 5_000 }, looking);
            const good = status === undefined ? answer.status >= 200 && answer.status < 400 : answer.status === status;
            inRow = good ? inRow + 1 : 0;
            return inRow >= answers ? { done: true, state: true } : { done: false, seen: `status ${answer.status}` };
        },
    }, { ...ports, signal });
    return waited.met ? null : `${host}${path}: ${waited.lastSeen}`;
}

;// CONCATENATED MODULE: ./lib/stages/load/comparison/comparison.js






/** What of the load of a pod that was proven a copy's pod gets: away from where queues begin to tell. */
const shareOfProven = 0.8;
const comparison_source = 'two copies of the service without autoscaler, loaded in turn at the same rate, A B B A';
/** Requests a second that one pod served when the proof had come to rest. */
function provenRate(recording) {
    const steady = markOf(recording, 'steady');
    const phase = recording.load?.phases.findLast(({ name }) => name === 'steady');
    if (steady === undefined || phase === undefined || phase.durationMs === 0)
        return null;
    const pods = rowsWithin(recording, steady.from, steady.to).at(-1);
    const ready = pods === undefined ? 0 : readyPods(pods).length;
    return ready === 0 || phase.tally.good === 0 ? null : (1000 * phase.tally.good) / phase.durationMs / ready;
}
/** Holds the service against its baseline, after the proof; nothing where none was given. */
async function compare(recording, spec, ports, context) {
    const { comparison } = spec;
    if (comparison == null || ports.copies === undefined)
        return { record: null, evidence: [], notes: [] };
    const perPod = recording.halt === null ? provenRate(recording) : null;
    if (perPod === null)
        return untold(recording.halt?.why ?? 'the load did not come to rest, so no rate is known');
    const rate = perPod * comparison.replicas * shareOfProven;
    const { deployment } = ports.copies;
    try {
        const why = await stand(comparison, spec, comparison.probe, { ...ports, ...ports.copies }, context);
        if (why !== null)
            return untold(why);
        ports.log.info(`baseline: ${rate.toFixed(1)} requests a second to each copy in turn`);
        return judgeRecord(await duel(comparison, spec, rate, ports, context), comparison);
    }
    finally {
        if (!context.signal.aborted)
            await rest(comparison, spec.target.namespace, deployment, context.signal).catch(isTold);
    }
}
/** Copies that cannot be put to rest change nothing about what was measured. */
function isTold(error) {
    if (!(error instanceof domain_error/* GateError */.ue))
        throw error;
}
function untold(why) {
    const evidence = {
        claim: 'baseline and candidate were measured beside each other',
        requirement: 'horizontal-scaling',
        verdict: 'inconclusive',
        observed: why,
        source: comparison_source,
        remedy: 'See to it that both versions start beside the service, then run again.',
    };
    return { record: null, evidence: [evidence], notes: [] };
}
/** Judges what was measured. The same record gives the same verdicts, whenever it is judged. */
function judgeRecord(record, comparison) {
    const { baseline, candidate } = comparison.copies;
    const { blocks, rate, blockSeconds, looks, halt } = record;
    const text = `baseline ${baseline.images.join(', ')} and candidate ${candidate.images.join(', ')}: ${(0,domain_amount/* amount */.v)(blocks.length, 'block')} of ${blockSeconds} s in turn at ${rate.toFixed(1)} requests a second, ${looks} of ${(0,domain_amount/* amount */.v)(mostLooks, 'look')}`;
    if (halt !== null || blocks.length === 0)
        return { ...untold(halt ?? 'no block was measured'), record };
    const evidence = [
        ...percents.map((percent) => latencyClaim(record, comparison, percent)),
        failureClaim(record, comparison),
    ];
    return { record, evidence: evidence.map((one) => comparison_doubted(one, record)), notes: [{ kind: 'measured', text }] };
}
/** Both suffer of a machine that is too slow, but not always in the same blocks. */
function comparison_doubted(judged, { faults }) {
    if (judged.verdict !== 'fail' || faults.length === 0)
        return judged;
    return { ...judged, verdict: 'inconclusive', observed: `${judged.observed}; but ${[...new Set(faults)].join('; ')}` };
}
const percentOf = (ratio) => Number.isFinite(ratio) ? `${(100 * (ratio - 1)).toFixed(1)} %` : 'unknown';
function latencyClaim({ blocks }, { maxSlowdown }, percent) {
    const { baselineMs, candidateMs, ratio, tolerated, verdict } = compareLatency(blocks, percent, maxSlowdown);
    const name = percent === 50 ? 'the median latency' : `p(${percent})`;
    return {
        claim: `${name} is not more than ${(100 * maxSlowdown).toFixed(0)} % above the baseline's`,
        requirement: 'horizontal-scaling',
        verdict,
        observed: `${candidateMs.toFixed(2)} ms, baseline ${baselineMs.toFixed(2)} ms: ${percentOf(ratio.estimate)} slower, between ${percentOf(ratio.low)} and ${percentOf(ratio.high)} (${(0,domain_amount/* amount */.v)(ratio.pairs, 'pair')}; up to ${percentOf(tolerated)} is tolerated)`,
        source: `${comparison_source}; Hodges\u2013Lehmann shift of the logarithms, interval of Wilcoxon's signed ranks`,
        ...(verdict === 'pass' ? {} : { remedy: comparison_remedyOf(verdict) }),
    };
}
function failureClaim({ blocks }, _) {
    const { baseline, candidate, difference, tolerated, verdict } = compareFailures(blocks);
    const share = (part) => `${(100 * part).toFixed(2)} %`;
    return {
        claim: 'it does not fail more often than the baseline',
        requirement: 'horizontal-scaling',
        verdict,
        observed: `${candidate.failed} of ${(0,domain_amount/* amount */.v)(candidate.all, 'request')} failed, of the baseline's ${baseline.failed} of ${baseline.all}: the difference is between ${share(difference.low)} and ${share(difference.high)} (up to ${share(tolerated)} is tolerated)`,
        source: `${comparison_source}; Newcombe's interval of two shares`,
        ...(verdict === 'pass' ? {} : { remedy: comparison_remedyOf(verdict) }),
    };
}
function comparison_remedyOf(verdict) {
    return verdict === 'fail'
        ? 'Look at what the change does per request; raise load.max-slowdown if that is its price.'
        : 'Run again on a quieter machine, or raise load.max-slowdown: the interval spans what is tolerated.';
}

// EXTERNAL MODULE: ./lib/autoscaler/acceptance.js
var acceptance = __webpack_require__(8776);
// EXTERNAL MODULE: ./lib/autoscaler/reachability.js
var reachability = __webpack_require__(4796);
;// CONCATENATED MODULE: ./lib/stages/load/aim.js



/**
 * How far above its lower edge a load is chosen that has no upper one, as at the autoscaler's maximum. A warm service
 * needs less CPU for a request than the probes have seen.
 */
const clampMargin = 1.5;
/** Total load in millicores under which the autoscaler rests at `size`, and at no other where that can be had. */
function loadFor(cpu, size, idleMilliPerPod) {
    const range = (0,acceptance/* loadsOnlyFor */.vW)(cpu, size, idleMilliPerPod) ?? (0,acceptance/* loadsFor */.nd)(cpu, size, idleMilliPerPod);
    if (range === undefined)
        return null;
    const { lowMilli, highMilli } = range;
    return highMilli === Number.POSITIVE_INFINITY ? lowMilli * clampMargin : (lowMilli + highMilli) / 2;
}
/** Share of its CPU limit that a pod which serves is asked for: above it requests queue, whatever the autoscaler does. */
const bearableShare = 0.8;
/** Above its target by this factor a pod makes the autoscaler go up for certain. */
const surelyAbove = 1.25;
/**
 * Arrivals a second that `ready` pods bear until more of them are there; infinite without a limit. Never less than what
 * makes the autoscaler scale, so that a limit near the target is gone to all the same.
 */
function bearableRate(cpu, ready, cost) {
    const { target, limitMilli, tolerances } = cpu;
    if (limitMilli === null)
        return Number.POSITIVE_INFINITY;
    const aimed = target.kind === 'average' ? target.milli : (target.requestMilli * target.percent) / 100;
    const each = Math.max(bearableShare * limitMilli, surelyAbove * (1 + tolerances.up) * aimed);
    return (ready * Math.max(0, each - cost.idleMilli)) / cost.costHigh;
}
function placeable(nodes, pod) {
    const times = (free, each) => each <= 0 ? Number.POSITIVE_INFINITY : Math.floor(free / each);
    return nodes.reduce((sum, { freeCpuMilli, freeMemoryMilli, freePods }) => sum + Math.max(0, Math.min(times(freeCpuMilli, pod.cpuMilli), times(freeMemoryMilli, pod.memoryMilli), freePods)), 0);
}
function withinQuota({ quota }, pod, more) {
    const wants = [
        ['pods', quota.pods, more, ''],
        ['requests.cpu', quota.cpuRequestMilli, more * pod.cpuMilli, 'm'],
        ['requests.memory', quota.memoryRequestMilli, more * pod.memoryMilli, ' milli-bytes'],
    ];
    const short = wants.find(([, left, wanted]) => left !== null && wanted > left);
    return short === undefined
        ? null
        : `${(0,domain_amount/* amount */.v)(more, 'more pod needs', 'more pods need')} ${short[2]}${short[3]} of the quota's ${short[0]}, which has ${short[1]}${short[3]} left`;
}
/** Why `to` replicas can not be reached, found before any load is sent; null where nothing is in the way. */
function obstacle(cpu, bounds, sizes, pod, room) {
    const { from, to } = sizes;
    const workload = (why) => ({ kind: 'unreachable', why, fault: 'workload' });
    const cluster = (why) => ({ kind: 'unreachable', why, fault: 'cluster' });
    if (to > bounds.max)
        return workload(`${(0,domain_amount/* amount */.v)(to, 'replica is', 'replicas are')} more than maxReplicas ${bounds.max}`);
    if (to <= from)
        return workload(`maxReplicas ${bounds.max} leaves nothing above ${from}: it can never scale`);
    if (cpu !== null && !(0,reachability/* reachabilityOf */.P)(cpu).reachable)
        return workload((0,reachability/* reachabilityOf */.P)(cpu).reason);
    const quota = withinQuota(room, pod, to - from);
    if (quota !== null)
        return cluster(quota);
    const fits = placeable(room.nodes, pod);
    if (fits < to - from) {
        return cluster(`${(0,domain_amount/* amount */.v)(to - from, 'more pod', 'more pods')} of ${pod.cpuMilli}m CPU ${to - from === 1 ? 'is' : 'are'} needed; the nodes have room for ${fits}`);
    }
    return null;
}

;// CONCATENATED MODULE: ./lib/stages/load/calibration.js
/** Intervals that are shorter say more about the counter's grain than about CPU. */
const shortestMs = 1900;
/** Requests that were answered until an instant, between two looks by proportion. */
function answeredAt(answered, at) {
    const after = answered.findIndex((point) => point.at >= at);
    const [a, b] = [answered[after - 1], answered[after]];
    if (b === undefined)
        return answered.at(-1)?.count ?? 0;
    if (a === undefined)
        return b.count;
    return a.count + ((b.count - a.count) * (at - a.at)) / (b.at - a.at);
}
/** Joins one pod's counters with what was answered, by time. The pod set is one pod or an even spread over several. */
function cpuPoints(looks, answered) {
    const totals = looks
        .filter((counters) => counters.length > 0)
        .map((counters) => ({
        pods: counters
            .map(({ pod }) => pod)
            .toSorted()
            .join(' '),
        seconds: counters.reduce((sum, { cpuSeconds }) => sum + cpuSeconds, 0),
        at: counters.reduce((sum, { timestamp }) => sum + timestamp, 0) / counters.length,
    }));
    const points = [];
    let base = totals[0];
    for (const total of totals) {
        if (base === undefined || base.pods !== total.pods)
            base = total;
        const spanMs = total.at - base.at;
        if (spanMs < shortestMs)
            continue;
        const requests = answeredAt(answered, total.at) - answeredAt(answered, base.at);
        const cpuMilli = ((total.seconds - base.seconds) * 1e6) / spanMs;
        points.push({ rate: (requests * 1000) / spanMs, cpuMilli, seconds: spanMs / 1000, until: total.at });
        base = total;
    }
    return points;
}
/** Two-sided 95 % quantiles of Student's t, by degrees of freedom from 1. */
const studentT = [12.71, 4.3, 3.18, 2.78, 2.57, 2.45, 2.36, 2.31, 2.26, 2.23, 2.2, 2.18, 2.16, 2.14, 2.13];
/**
 * Weighted least squares of `cpu = idle + cost \u00d7 rate`; longer intervals weigh more.
 * Null with fewer than three points, fewer than three rates, or no slope.
 */
function calibrate(points, pods) {
    const rates = new Set(points.map(({ rate }) => Math.round(rate)));
    if (points.length < 3 || rates.size < 3)
        return null;
    const weight = points.reduce((sum, { seconds }) => sum + seconds, 0);
    const mean = (of) => points.reduce((sum, point) => sum + of(point) * point.seconds, 0) / weight;
    const [x, y] = [mean(({ rate }) => rate), mean(({ cpuMilli }) => cpuMilli)];
    const spread = mean(({ rate }) => (rate - x) ** 2);
    const costMilli = mean(({ rate, cpuMilli }) => (rate - x) * (cpuMilli - y)) / spread;
    const idle = y - costMilli * x;
    const residual = mean(({ rate, cpuMilli }) => (cpuMilli - idle - costMilli * rate) ** 2);
    const freedom = points.length - 2;
    const half = (studentT[freedom - 1] ?? 2) * Math.sqrt(residual / spread / freedom);
    if (costMilli <= 0)
        return null;
    return {
        costMilli,
        costLow: Math.max(0, costMilli - half),
        costHigh: costMilli + half,
        idleMilli: Math.max(0, idle) / pods,
        points: points.map(({ rate, cpuMilli }) => ({ rate, cpuMilli })),
    };
}

;// CONCATENATED MODULE: ./lib/stages/load/climb.js







/** How often a rate that the measured CPU shows to be wrong is mended, and by how much at once. */
const mostCorrections = 5;
const largestCorrection = 2;
/** A rate this near to the right one is left as it is. */
const nearEnough = 0.08;
/** Windows that had less than this share of the present rate are not judged by. */
const climb_leastShare = 0.4;
/** A mended rate is not stepped to, but reached in these seconds. */
const mendSeconds = 3;
const early = (why) => ({ kind: 'ended-early', why });
/** Raises the load and keeps it until the wanted size is there, then for as long as the claims need samples. */
async function climb(scene, run, aim) {
    const { spec, ports } = scene;
    let wanted = aim.rate;
    let rate = Math.min(wanted, bearable(scene, aim, scene.watch.rows.at(-1)));
    let [seconds, corrections] = [spec.rampSeconds, 0];
    await run.phase('scaling', ramp(run.rate(), rate, seconds));
    for (;;) {
        const mend = spec.rate === null && corrections < mostCorrections;
        const { mark, ended, next } = await rise(scene, run, aim, { rate, wanted, seconds, mend });
        if (ended !== null)
            return early(ended);
        if (mark.cut === true)
            return early(mark.lastSeen);
        if (next === null)
            return mark.met ? hold(scene, run, rate, steadySeconds(scene, rate), 0) : null;
        ports.log.info(`${rate.toFixed(1)} \u2192 ${next.rate.toFixed(1)} requests a second, ${next.why}`);
        await run.phase('scaling', ramp(rate, next.rate, mendSeconds));
        if (next.wanted > wanted)
            corrections++;
        ({ rate, wanted } = next);
        seconds = mendSeconds;
    }
}
/** What the pods that serve bear; a rate that the user gave is sent as it is. */
function bearable({ spec }, { calibration }, row) {
    const cpu = row === undefined ? null : cpuTargetOf(row, spec.setup);
    if (row === undefined || cpu === null || calibration === null)
        return Number.POSITIVE_INFINITY;
    return bearableRate(cpu, Math.max(1, readyPods(row).length), calibration);
}
function ramp(from, to, seconds) {
    return seconds > 0
        ? { shape: 'ramp', from, to, seconds, hold: true }
        : { shape: 'constant', rate: to, seconds: null };
}
/** Until the wanted size is ready, or until metrics of the full rate show that it is the wrong one. */
async function rise(scene, run, aim, load) {
    const { watch, spec } = scene;
    const { syncPeriodSeconds, metricResolutionSeconds } = spec.clocks;
    let [ended, next] = [null, null];
    const mark = await watch.until({
        phase: 'scaling',
        what: `${(0,domain_amount/* amount */.v)(aim.to, 'replica is', 'replicas are')} ready`,
        seconds: load.seconds + 60 + 6 * (syncPeriodSeconds + metricResolutionSeconds),
        async see(row) {
            ended = (await run.look()).ended;
            const size = row.scale?.specReplicas ?? 0;
            const seen = `${(0,domain_amount/* amount */.v)(size, 'replica')} wanted, ${readyPods(row).length} ready`;
            if (ended !== null)
                return { done: false, seen: `${ended}; ${seen}`, hopeless: true };
            next = nextRate(scene, run, aim, row, load);
            if (next !== null)
                return { done: true, state: true };
            return size >= aim.to && readyPods(row).length === size ? { done: true, state: true } : { done: false, seen };
        },
    });
    return { mark, ended, next };
}
/** More of the wanted rate as soon as more pods bear it; another wanted rate where the CPU shows that this one is wrong. */
function nextRate(scene, run, aim, row, { rate, wanted, mend }) {
    const limit = bearable(scene, aim, row);
    const arrived = (row.scale?.specReplicas ?? 0) >= aim.to && readyPods(row).length >= aim.to;
    const better = mend && !arrived ? betterRate(scene, run, aim, row, rate) : null;
    if (better !== null && better > wanted * (1 + nearEnough) && Math.min(better, limit) > rate) {
        return { rate: Math.min(better, limit), wanted: better, why: 'by the CPU that the load really takes' };
    }
    const more = Math.min(wanted, limit);
    const enough = more >= wanted ? more > rate : more > rate * (1 + nearEnough);
    return enough ? { rate: more, wanted, why: 'which the pods that serve now bear' } : null;
}
/** A pod at its limit uses less than it is asked for: then the demand is not known. */
function throttled(row, limitMilli) {
    return row.metrics.samples.some(({ containers }) => limitMilli !== null && containers.reduce((sum, { cpuMilli }) => sum + cpuMilli, 0) > 0.9 * limitMilli);
}
/** Requests a second that were answered while these samples were taken. */
function rateDuring(samples, answered) {
    const from = Math.min(...samples.map(({ timestamp, windowSeconds }) => timestamp - windowSeconds * 1000));
    const to = Math.max(...samples.map(({ timestamp }) => timestamp));
    return (1000 * (answeredAt(answered, to) - answeredAt(answered, from))) / Math.max(1, to - from);
}
/**
 * The rate at which the wanted size is right, by what the pods used and were asked in the same windows; null where that
 * is not known, or not above the present one. Windows at much lower rates are left out: there a request costs more.
 */
function betterRate({ spec }, run, aim, row, rate) {
    const pods = readyPods(row);
    const cpu = cpuTargetOf(row, spec.setup);
    const used = usedCpuMilli(row);
    if (cpu === null || used === null || throttled(row, cpu.limitMilli))
        return null;
    const asked = rateDuring(row.metrics.samples.filter(({ pod }) => pods.includes(pod)), run.answered);
    const idle = aim.calibration?.idleMilli ?? 0;
    const wanted = loadFor(cpu, aim.to, idle);
    const loaded = used - idle * pods.length;
    if (wanted === null || loaded <= 0 || asked < rate * climb_leastShare)
        return null;
    const ideal = Math.min((wanted * asked) / loaded, rate * largestCorrection, spec.maxRate);
    return ideal > rate * (1 + nearEnough) ? ideal : null;
}
/** Long enough for two decisions, and for what the thresholds need at least, with a fifth on top. */
function steadySeconds({ spec }, rate) {
    const samples = Math.max(0, ...spec.thresholds.map((text) => samplesNeeded(parseThreshold(text))));
    return Math.max(2 * spec.clocks.syncPeriodSeconds + 2, spec.clocks.metricResolutionSeconds + 2, (1.2 * samples) / Math.max(0.1, rate));
}
/** A pod is new to the metrics API for up to two of its periods. */
function blind(row) {
    return readyPods(row).filter((pod) => !row.metrics.samples.some((sample) => sample.pod === pod));
}
/** Keeps a rate for some seconds, and until each pod that serves has been measured. */
async function hold({ spec, watch, meter }, run, rate, seconds, rampSeconds) {
    await run.phase('steady', ramp(run.rate(), rate, rampSeconds));
    let ended = null;
    const mark = await watch.until({
        phase: 'steady',
        what: `${(seconds + rampSeconds).toFixed(0)} s at ${rate.toFixed(1)} requests a second are over`,
        seconds: seconds + rampSeconds + 3 * spec.clocks.metricResolutionSeconds + 10,
        async see(row, elapsedMs) {
            await meter.see(row);
            ended = (await run.look()).ended;
            const seen = `${(0,domain_amount/* amount */.v)(row.scale?.specReplicas ?? 0, 'replica')}, ${blind(row).length} not measured yet`;
            if (ended !== null)
                return { done: false, seen: `${ended}; ${seen}`, hopeless: true };
            const over = elapsedMs >= (seconds + rampSeconds) * 1000 && blind(row).length === 0;
            return over ? { done: true, state: true } : { done: false, seen };
        },
    });
    if (ended !== null)
        return early(ended);
    const short = mark.cut === true && mark.to - mark.from < (seconds + rampSeconds) * 1000;
    return short ? early(mark.lastSeen) : null;
}

;// CONCATENATED MODULE: ./lib/stages/load/drive.js

const drive_nothing = {
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
/** A generator that fails leaves the run without a measurement, which is for the claims to say. */
async function unlessBroken(work, otherwise) {
    try {
        return await work;
    }
    catch (error) {
        if (error instanceof domain_error/* GateError */.ue && error.code === 'LOAD_FAILED')
            return otherwise(error);
        throw error;
    }
}
function lastRate(profile) {
    switch (profile.shape) {
        case 'constant':
            return profile.rate;
        case 'ramp':
            return profile.to;
        case 'steps':
            return profile.rates.at(-1) ?? 0;
        case 'spike':
            return profile.base;
    }
}
function drive(run, clock) {
    const answered = [];
    let [before, rate] = [0, 0];
    const look = async () => {
        const snapshot = await unlessBroken(run.snapshot(), ({ message }) => ({
            phase: '',
            durationMs: 0,
            tally: drive_nothing,
            ended: message,
        }));
        if (snapshot.ended !== null)
            return snapshot;
        answered.push({ at: clock.now(), count: before + snapshot.tally.good + snapshot.tally.bad });
        return snapshot;
    };
    return {
        answered,
        rate: () => rate,
        async phase(name, profile) {
            const { tally } = await look();
            before += tally.good + tally.bad;
            rate = lastRate(profile);
            await unlessBroken(run.phase(name, profile), () => undefined);
        },
        look,
        stop: () => unlessBroken(run.stop(), () => null),
    };
}

;// CONCATENATED MODULE: ./lib/stages/load/probes.js




/** One interval for each new window that the metrics API shows. */
function windowPoints(rows, answered) {
    const at = (time) => answered.findLast((point) => point.at <= time)?.count ?? 0;
    const seen = new Set();
    return rows.flatMap((row) => {
        const [sample] = row.metrics.samples;
        const cpuMilli = usedCpuMilli(row);
        if (sample === undefined || cpuMilli === null || seen.has(sample.timestamp))
            return [];
        seen.add(sample.timestamp);
        const { timestamp: until, windowSeconds: seconds } = sample;
        return [{ rate: (at(until) - at(until - seconds * 1000)) / seconds, cpuMilli, seconds, until }];
    });
}
function cpuMeter({ target }, { observer, log }, { signal }) {
    const looks = [];
    const rows = [];
    let counters = observer.cpuCounters?.bind(observer);
    return {
        looks,
        async see(row) {
            rows.push(row);
            if (counters === undefined)
                return;
            try {
                looks.push(await counters(target, signal));
            }
            catch (error) {
                if (!(error instanceof domain_error/* GateError */.ue) || signal.aborted)
                    throw error;
                log.debug(`the kubelet's CPU counters cannot be read, the metrics API is used: ${error.message}`);
                counters = undefined;
            }
        },
        points: (answered) => counters === undefined || looks.every((look) => look.length === 0)
            ? windowPoints(rows, answered)
            : cpuPoints(looks, answered),
    };
}
const firstRate = 10;
const mostProbes = 6;
/** An interval counts for a probe when this much of the probe is in it. */
const settledMs = 2500;
/** Slowest refresh of CPU samples that is waited for. */
const probeSeconds = 45;
/** The next rate to try: towards a share of what makes the autoscaler move, in steps that a wrong guess survives. */
function probes_nextRate(rate, point, idleMilli, wantedMilli) {
    const cost = Math.max(0, point.cpuMilli - idleMilli) / Math.max(1, point.rate);
    const guess = cost > 0 ? wantedMilli / cost : rate * 8;
    return Math.min(rate * 8, Math.max(rate * 1.5, guess));
}
/** Short probes at rising rates that stay below what would make the autoscaler scale. Null when nothing came of it. */
async function probe(spec, cpu, pods, { watch, meter, drive }) {
    const quiet = ((0,acceptance/* loadsFor */.nd)(cpu, pods, 0)?.highMilli ?? 0) * 0.85;
    let rate = Math.min(firstRate, spec.maxRate);
    for (let count = 1; count <= mostProbes; count++) {
        const point = await oneProbe(`probe-${count}`, rate, { watch, meter, drive });
        if (point === null)
            return null;
        const idle = meter.points(drive.answered).find(({ rate: at }) => at < 0.5)?.cpuMilli ?? 0;
        const enough = point.cpuMilli >= quiet * 0.45;
        if ((enough && count >= 3) || rate >= spec.maxRate)
            break;
        rate = Math.min(spec.maxRate, probes_nextRate(rate, point, idle, quiet * (enough ? 0.95 : 0.6)));
    }
    return calibrate(meter.points(drive.answered), pods);
}
async function oneProbe(name, rate, { watch, meter, drive }) {
    await drive.phase(name, { shape: 'constant', rate, seconds: null });
    let begun = null;
    const mark = await watch.until({
        phase: 'calibration',
        what: `${name} at ${rate.toFixed(1)} requests a second has shown its CPU`,
        seconds: probeSeconds,
        see: async (row) => {
            begun ??= row.at;
            const since = begun;
            await meter.see(row);
            const { ended } = await drive.look();
            if (ended !== null)
                return { done: false, seen: ended, hopeless: true };
            const shown = meter.points(drive.answered).some(({ until }) => until >= since + settledMs);
            return shown ? { done: true, state: true } : { done: false, seen: 'no new CPU sample yet' };
        },
    });
    return mark.met ? (meter.points(drive.answered).at(-1) ?? null) : null;
}

;// CONCATENATED MODULE: ./lib/stages/load/readiness.js


/** Why the service cannot be loaded yet, in the order in which things come up; null when it can. */
function unready(row, size) {
    const { autoscaler, scale, pods, metrics } = row;
    if (autoscaler === null)
        return 'there is no such autoscaler';
    if (scale === null)
        return `${autoscaler.scaleTargetRef.kind}/${autoscaler.scaleTargetRef.name} has no scale`;
    const wanted = size ?? scale.specReplicas;
    const ready = readyPods(row);
    if (scale.specReplicas !== wanted)
        return `${(0,domain_amount/* amount */.v)(scale.specReplicas, 'replica')} wanted by the workload, not ${wanted}`;
    if (ready.length !== wanted || pods.length !== wanted)
        return `${ready.length} of ${(0,domain_amount/* amount */.v)(pods.length, 'pod')} ready, not ${wanted}`;
    if (metrics.error !== null)
        return `the metrics API says: ${metrics.error}`;
    const blind = ready.filter((pod) => !metrics.samples.some((sample) => sample.pod === pod));
    if (blind.length > 0)
        return `the metrics API has no sample of ${blind.join(', ')}`;
    const active = autoscaler.conditions.find(({ type }) => type === 'ScalingActive');
    if (active?.status !== 'True')
        return `ScalingActive is ${active?.status ?? 'not set'}: ${active?.reason ?? ''} ${active?.message ?? ''}`;
    return null;
}

;// CONCATENATED MODULE: ./lib/stages/load/script.js

/** Runs the user's script to its end, and watches the autoscaler meanwhile. */
async function runScript({ spec, ports, watch, meter }, signal) {
    const { script } = spec;
    if (script == null || ports.scripted === undefined) {
        throw (0,domain_error/* invalidInput */.aY)(['the load has an engine of its own, and no script for it'], 'Give load.k6-script a path.');
    }
    const deadlineMs = watch.remainingMs();
    let over = false;
    const running = ports.scripted.run({ ...script, deadlineMs }, signal).finally(() => {
        over = true;
    });
    // It is awaited below; until then a failure only ends the watch.
    running.catch(() => undefined);
    await watch.until({
        phase: 'scaling',
        what: `${script.script} is done`,
        seconds: deadlineMs / 1000,
        async see(row) {
            await meter.see(row);
            return over ? { done: true, state: true } : { done: false, seen: `${row.scale?.specReplicas ?? 0} replicas` };
        },
    });
    return running;
}

;// CONCATENATED MODULE: ./lib/stages/load/watch.js



/** Time between the end of one look and the start of the next. */
const intervalMs = 900;
/** One look, kept; one that failed is kept as a miss. */
function looker({ target }, { clock, observer, timeline, host: machine }, signal) {
    const rows = [];
    const host = [];
    const misses = [];
    const rowOf = timelineRows(target.name);
    const seen = async (looking) => {
        const at = clock.now();
        try {
            return await observer.observe(target, looking);
        }
        catch (error) {
            if (error instanceof domain_error/* GateError */.ue && !signal.aborted)
                misses.push({ at, error: error.message });
            throw error;
        }
    };
    const look = async (looking) => {
        if (machine !== undefined)
            host.push({ at: clock.now(), ...(await machine.look()) });
        const row = await seen(looking);
        rows.push(row);
        timeline?.keep(rowOf(row));
        return row;
    };
    return { rows, misses, host, look };
}
function watch(spec, ports, { signal }) {
    const { clock, log } = ports;
    const { rows, misses, host, look } = looker(spec, ports, signal);
    const deadline = clock.monotonic() + spec.timeoutSeconds * 1000;
    const marks = [];
    const timeOver = `; the ${spec.timeoutSeconds} s of the stage were over`;
    const remainingMs = () => Math.max(0, deadline - clock.monotonic());
    return {
        rows,
        misses,
        marks,
        host,
        remainingMs,
        async until({ phase, what, seconds, see }) {
            const [from, start, left] = [clock.now(), clock.monotonic(), remainingMs()];
            const waited = await waitFor({
                what,
                deadlineMs: Math.min(seconds * 1000, left),
                intervalMs,
                observe: async (looking) => see(await look(looking), clock.monotonic() - start),
            }, { clock, log, signal });
            const cut = !waited.met && !waited.hopeless && left < seconds * 1000;
            const lastSeen = waited.met ? '' : `${waited.lastSeen}${cut ? timeOver : ''}`;
            const mark = { phase, from, to: clock.now(), met: waited.met, lastSeen, ...(cut ? { cut } : {}) };
            marks.push(mark);
            return mark;
        },
    };
}

;// CONCATENATED MODULE: ./lib/stages/load/conduct.js











const readySeconds = 120;
const warmUp = { rate: 5, seconds: 2 };
/** Plays a run from the idle control to the cool-down. What goes wrong with the service ends it early and is noted. */
async function conduct(spec, ports, context) {
    const over = new AbortController();
    const scene = {
        spec,
        ports,
        watch: watch(spec, ports, context),
        meter: cpuMeter(spec, ports, context),
    };
    const found = { halt: null, aim: null, room: null, load: null, script: null };
    try {
        found.halt = await play(scene, found, AbortSignal.any([context.signal, over.signal]));
    }
    finally {
        over.abort();
    }
    const { rows, misses, marks, host } = scene.watch;
    return { rows, misses, marks, host, counters: scene.meter.looks, ...found };
}
async function play(scene, found, signal) {
    const first = await begin(scene);
    if ('kind' in first)
        return first;
    const sizes = sizesOf(scene.spec, first);
    found.room = await scene.ports.observer.room(scene.spec.target, signal);
    const blocked = scene.spec.mode === 'prove' ? barred(scene.spec, first, sizes, found.room) : null;
    if (blocked !== null)
        return blocked;
    await idle(scene);
    if (scene.spec.mode === 'script')
        return playScript(scene, found, sizes, signal);
    const run = drive(await scene.ports.generator.start(scene.spec.traffic, signal), scene.ports.clock);
    const halt = await conduct_load(scene, run, first, sizes, found);
    found.load = await run.stop();
    if (found.load === null)
        return { kind: 'ended-early', why: 'the generator did not give its result' };
    if (halt === null && scene.spec.mode === 'prove' && scene.spec.scaleDown)
        await coolDown(scene, sizes.from);
    return halt;
}
/** The user's own script in place of our load; what the autoscaler did is judged where a size is asked for. */
async function playScript(scene, found, sizes, signal) {
    const { to, scaleDown } = scene.spec;
    if (to !== null)
        found.aim = { ...sizes, rate: 0, calibration: null };
    found.script = await runScript(scene, signal);
    if (to !== null && scaleDown)
        await coolDown(scene, sizes.from);
    return null;
}
async function begin({ spec, watch }) {
    const wanted = (row) => spec.mode !== 'prove' ? null : (spec.from ?? row.autoscaler?.minReplicas ?? null);
    const mark = await watch.until({
        phase: 'ready',
        what: 'the autoscaler rests at its minimum and sees its pods',
        seconds: readySeconds,
        see(row) {
            const why = unready(row, wanted(row));
            return why === null ? { done: true, state: true } : { done: false, seen: why };
        },
    });
    const row = watch.rows.at(-1);
    return mark.met && row !== undefined ? row : { kind: 'not-ready', why: mark.lastSeen };
}
function sizesOf({ from, to }, { autoscaler, scale }) {
    const [min, max] = [autoscaler?.minReplicas ?? 1, autoscaler?.maxReplicas ?? 1];
    if (from !== null && from !== min) {
        throw (0,domain_error/* invalidInput */.aY)([`load.from ${from} is not minReplicas ${min}`], 'Leave load.from out, or make it minReplicas: an idle autoscaler rests there.');
    }
    return { from: scale?.specReplicas ?? min, to: to ?? max };
}
/** What is known to stand in the way before any load is sent, and before any time is spent. */
function barred(spec, row, sizes, room) {
    const bounds = { min: row.autoscaler?.minReplicas ?? 1, max: row.autoscaler?.maxReplicas ?? 1 };
    const role = cpuRoleOf(row, spec.setup);
    const blocked = obstacle(role.cpu, bounds, sizes, podRequests(row), room);
    return blocked ?? (spec.rate === null && role.cpu === null ? uncalibrated(role.why) : null);
}
/** Without load nothing may move. */
async function idle({ spec, watch, meter }) {
    await watch.until({
        phase: 'idle',
        what: `${spec.idleSeconds} s without load are over`,
        seconds: spec.idleSeconds + 10,
        async see(row, elapsedMs) {
            await meter.see(row);
            const over = elapsedMs >= spec.idleSeconds * 1000;
            return over
                ? { done: true, state: true }
                : { done: false, seen: (0,domain_amount/* amount */.v)(row.scale?.specReplicas ?? 0, 'replica') };
        },
    });
}
async function conduct_load(scene, run, first, sizes, found) {
    const silent = await greet(scene, run);
    if (silent !== null)
        return silent;
    const aim = await aimAt(scene, run, first, sizes);
    if ('kind' in aim)
        return aim;
    found.aim = aim;
    scene.ports.log.info(`load: ${aim.rate.toFixed(1)} requests a second, to take ${(0,domain_amount/* amount */.v)(sizes.from, 'replica')} to ${sizes.to}`);
    if (scene.spec.mode === 'fixed')
        return hold(scene, run, aim.rate, scene.spec.durationSeconds, scene.spec.rampSeconds);
    return climb(scene, run, aim);
}
/** A few requests first: a service that does not answer at all is not worth a ramp. */
async function greet({ spec, watch }, run) {
    await run.phase('warm-up', { shape: 'constant', rate: Math.min(warmUp.rate, spec.maxRate), seconds: null });
    let seen = '';
    const mark = await watch.until({
        phase: 'warm-up',
        what: 'the service answers',
        seconds: warmUp.seconds + spec.traffic.timeoutMs / 1000,
        async see(_, elapsedMs) {
            const { tally, ended } = await run.look();
            seen = `${tally.good} good answers of ${tally.scheduled}: ${JSON.stringify(tally.outcomes)}`;
            if (ended !== null)
                return { done: false, seen: `${ended}; ${seen}`, hopeless: true };
            const enough = elapsedMs >= warmUp.seconds * 1000 && tally.good > 0;
            return enough ? { done: true, state: true } : { done: false, seen };
        },
    });
    return mark.met ? null : { kind: 'silent', why: mark.lastSeen };
}
function uncalibrated(why) {
    return {
        kind: 'uncalibrated',
        why: `no rate can be found for the autoscaler: ${why}; give load.rate to send one and watch`,
    };
}
async function aimAt(scene, run, row, sizes) {
    const { spec, watch, meter } = scene;
    if (spec.rate !== null)
        return { ...sizes, rate: spec.rate, calibration: null };
    const role = cpuRoleOf(row, spec.setup);
    if (role.cpu === null)
        return uncalibrated(role.why);
    const { cpu } = role;
    const calibration = await probe(spec, cpu, readyPods(row).length, { watch, meter, drive: run });
    if (calibration === null)
        return uncalibrated('the CPU samples show no cost per request');
    const wanted = loadFor(cpu, sizes.to, calibration.idleMilli);
    if (wanted === null)
        return uncalibrated(`no load makes it rest at ${(0,domain_amount/* amount */.v)(sizes.to, 'replica')}`);
    const rate = wanted / calibration.costMilli;
    if (rate > spec.maxRate) {
        const why = `${(0,domain_amount/* amount */.v)(sizes.to, 'replica needs', 'replicas need')} ${rate.toFixed(0)} requests a second, more than load.max-rate ${spec.maxRate}`;
        return { kind: 'unreachable', why, fault: 'cluster' };
    }
    return { ...sizes, rate, calibration };
}
/** Longest way down: the stabilisation window, then the pipeline's delays, twice, and the pods' end. */
async function coolDown({ spec, watch }, size) {
    const { clocks, setup } = spec;
    const last = watch.rows.at(-1)?.autoscaler?.behavior;
    const window = last?.scaleDown?.stabilizationWindowSeconds ?? setup.flags.downscaleStabilizationSeconds;
    await watch.until({
        phase: 'cool-down',
        what: `the autoscaler is back at ${(0,domain_amount/* amount */.v)(size, 'replica')}`,
        seconds: window + 3 * (clocks.syncPeriodSeconds + clocks.metricResolutionSeconds) + 60,
        see(row) {
            const [wanted, ready] = [row.scale?.specReplicas ?? 0, readyPods(row).length];
            if (wanted === size && ready === size)
                return { done: true, state: true };
            return { done: false, seen: `${(0,domain_amount/* amount */.v)(wanted, 'replica')} wanted, ${ready} ready` };
        },
    });
}

// EXTERNAL MODULE: ./lib/autoscaler/shadow.js + 5 modules
var shadow = __webpack_require__(7386);
;// CONCATENATED MODULE: ./lib/stages/load/measured-load.js



/** Null where no row of the steady phase has a sample of every pod that serves, or where CPU does not decide. */
function measuredLoad(recording, spec) {
    const steady = markOf(recording, 'steady');
    if (steady === undefined)
        return null;
    const rows = rowsWithin(recording, steady.from, steady.to + 1000);
    const cpu = rows[0] === undefined ? null : cpuTargetOf(rows[0], spec.setup);
    const idle = recording.aim?.calibration?.idleMilli ?? 0;
    const filled = rows.filter(({ at }) => at >= steady.from + 1000 * spec.clocks.metricResolutionSeconds);
    const loads = (filled.length > 0 ? filled : rows).flatMap((row) => {
        const used = usedCpuMilli(row);
        return used === null ? [] : [Math.max(0, used - idle * readyPods(row).length)];
    });
    const phase = recording.load?.phases.findLast(({ name }) => name === 'steady');
    if (cpu === null || loads.length === 0 || phase === undefined || phase.durationMs === 0)
        return null;
    const [lowMilli, highMilli] = [Math.min(...loads), Math.max(...loads)];
    const sizes = (0,acceptance/* acceptanceBetween */.CJ)(cpu, { loadMilli: lowMilli, idleMilliPerPod: idle }, { loadMilli: highMilli, idleMilliPerPod: idle });
    return { lowMilli, highMilli, rate: (1000 * phase.tally.sent) / phase.durationMs, sizes };
}

// EXTERNAL MODULE: ./lib/autoscaler/bands.js
var bands = __webpack_require__(4787);
// EXTERNAL MODULE: ./lib/autoscaler/scenario.js
var scenario = __webpack_require__(9493);
;// CONCATENATED MODULE: ./lib/stages/load/prediction.js





/** Seconds of rest that the simulation has before the load, so that its clocks are at no particular phase. */
const restSeconds = 60;
const runs = 60;
const bandQuantiles = [0.5, 0.95, 1];
/** What the generator's phases asked for over time, as millicores; seconds since the load began. */
function stepsOf(phase, begin, milliPerRate) {
    const at = restSeconds + (phase.startedAt - begin) / 1000;
    const { profile } = phase;
    if (profile.shape === 'constant')
        return [{ at, milli: profile.rate * milliPerRate }];
    if (profile.shape !== 'ramp')
        return [];
    const [from, to] = [profile.from * milliPerRate, profile.to * milliPerRate];
    return (0,scenario/* ramp */.J)({ at, milli: from }, { at: at + profile.seconds, milli: to }, 1);
}
/** Seconds from start to Ready of the pods that came up during the run; a guess where none did. */
function prediction_readySeconds({ rows }) {
    const times = new Map();
    for (const { pods } of rows) {
        for (const { name, startTime, ready } of pods) {
            if (startTime !== null && ready?.status === 'True' && ready.lastTransition !== null) {
                times.set(name, (ready.lastTransition - startTime) / 1000);
            }
        }
    }
    const all = [...times.values()];
    return all.length === 0 ? [2, 10] : [Math.min(...all), Math.max(...all) + 1];
}
/** Times and sizes that the simulated autoscaler has for the load that was really sent, over seeded runs. */
function foretell(recording, spec, measured) {
    const phases = (recording.load?.phases ?? []).filter(({ name }) => name === 'scaling' || name === 'steady');
    const [first, last] = [phases[0], phases.at(-1)];
    const row = recording.rows.find((each) => cpuTargetOf(each, spec.setup) !== null);
    const rate = recording.aim?.rate ?? 0;
    if (first === undefined || last === undefined || !row?.autoscaler || rate <= 0)
        return null;
    const cpu = cpuTargetOf(row, spec.setup);
    if (cpu === null)
        return null;
    const milliPerRate = (measured.lowMilli + measured.highMilli) / 2 / measured.rate;
    const loadEnd = restSeconds + (last.startedAt + last.durationMs - first.startedAt) / 1000;
    const scenario = {
        autoscaler: (0,hpa/* autoscalerOf */.vM)(hpaSpecOf(row.autoscaler), spec.setup),
        clocks: spec.clocks,
        pod: {
            requestMilli: podRequests(row).cpuMilli,
            limitMilli: cpu.limitMilli,
            idleMilli: recording.aim?.calibration?.idleMilli ?? 0,
            readySeconds: prediction_readySeconds(recording),
        },
        startReplicas: recording.aim?.from ?? cpu.min,
        demand: [...phases.flatMap((phase) => stepsOf(phase, first.startedAt, milliPerRate)), { at: loadEnd, milli: 0 }],
        endAt: loadEnd + 2 * spec.clocks.downscaleStabilizationSeconds + 600,
    };
    const options = { runs, seed: spec.traffic.seed, quantiles: bandQuantiles, loadStart: restSeconds, loadEnd };
    return { scenario, options, cpu, bands: (0,bands/* bandsOf */.y)(scenario, options) };
}

;// CONCATENATED MODULE: ./lib/autoscaler/forecast.js

/** Nothing is said of more than this multiple of the highest rate that was measured. */
const farthest = 2;
const fewestPoints = 4;
const fewestRates = 3;
/** Rates nearer to each other than 5 % are one: a measured rate is never quite the same twice. */
const rateGrain = 0.05;
/** A pod this near to its limit may be asked for more than it shows. */
const throttledShare = 0.95;
/** Half the interval over the middle; past this it names no size worth knowing. */
const forecast_widest = 0.25;
/** Two-sided 95 % quantile of Student's t, by the Cornish-Fisher expansion; the first are from the table. */
function forecast_studentT(degrees) {
    const known = { 1: 12.706, 2: 4.303, 3: 3.182, 4: 2.776 };
    const z = 1.959964;
    const expansion = z + (z ** 3 + z) / (4 * degrees) + (5 * z ** 5 + 16 * z ** 3 + 3 * z) / (96 * degrees ** 2);
    return known[degrees] ?? expansion;
}
/** Least squares without intercept; undefined where rates and replicas cannot be told apart. */
function regress(points) {
    let [aa, ab, bb, ay, by] = [0, 0, 0, 0, 0];
    for (const { rps, replicas, cpuMilli } of points) {
        aa += rps * rps;
        ab += rps * replicas;
        bb += replicas * replicas;
        ay += rps * cpuMilli;
        by += replicas * cpuMilli;
    }
    const determinant = aa * bb - ab * ab;
    if (!(determinant > 1e-9 * aa * bb) || points.length < 3)
        return undefined;
    const cost = (bb * ay - ab * by) / determinant;
    const idle = (aa * by - ab * ay) / determinant;
    const squares = points.reduce((sum, each) => sum + (each.cpuMilli - cost * each.rps - idle * each.replicas) ** 2, 0);
    const variance = squares / (points.length - 2);
    return {
        costMs: cost,
        costError: Math.sqrt((variance * bb) / determinant),
        idleMilliPerPod: Math.max(0, idle),
        residualMilli: Math.sqrt(variance),
        points: points.length,
        highestRps: Math.max(...points.map(({ rps }) => rps)),
        inverse: [bb / determinant, -ab / determinant, aa / determinant],
    };
}
/** Cost of a request and of a pod at rest from steady stretches; undefined where the points cannot tell. */
function costOf(points) {
    const found = regress(points);
    if (found === undefined)
        return undefined;
    const { inverse: _, ...model } = found;
    return model;
}
function forecast_obstacle(points, factor, { limitMilli }) {
    const full = points.filter(({ cpuMilli, replicas }) => limitMilli !== null && cpuMilli > throttledShare * limitMilli * replicas);
    const rates = new Set(points.map(({ rps }) => Math.round(Math.log(1 + rps) / rateGrain))).size;
    if (factor > farthest)
        return `${factor}\u00d7 is more than the ${farthest}\u00d7 that a measurement carries`;
    if (points.length < fewestPoints)
        return `${points.length} steady stretches are fewer than ${fewestPoints}`;
    if (rates < fewestRates)
        return `${rates} rates are fewer than ${fewestRates}: idle cost and request cost stay mixed`;
    if (full.length > 0)
        return `pods ran at their limit of ${limitMilli}m, so what they were asked for is not known`;
    return undefined;
}
const forecast_shown = (rate) => String(rate < 10 ? Math.round(rate * 10) / 10 : Math.round(rate));
/**
 * Sizes at a multiple of the highest measured rate, with the interval that the regression's error gives; refused beyond
 * 2\u00d7, with too few points, and where the interval is so wide that it would name no size.
 */
function forecastOf(points, factor, cpu) {
    const why = forecast_obstacle(points, factor, cpu);
    if (why !== undefined)
        return { refused: true, text: `no forecast: ${why}` };
    const model = regress(points);
    if (model === undefined || model.costMs <= 0) {
        return { refused: true, text: 'no forecast: CPU does not rise with the rate in what was measured' };
    }
    const rps = factor * model.highestRps;
    const likely = model.costMs * rps;
    const error = model.residualMilli * Math.sqrt(1 + rps * rps * model.inverse[0]);
    const half = forecast_studentT(points.length - 2) * error;
    if (half > forecast_widest * likely) {
        const text = `no forecast: ${Math.round(likely)}m \u00b1 ${Math.round(half)}m at ${forecast_shown(rps)} requests/s names no size`;
        return { refused: true, text };
    }
    const loadMilli = { low: Math.max(0, likely - half), likely, high: likely + half };
    const { idleMilliPerPod } = model;
    const unbound = { ...cpu, max: Math.max(cpu.max, 10 * cpu.max, 1000) };
    const at = (milli) => ({ loadMilli: milli, idleMilliPerPod });
    const { members } = (0,acceptance/* acceptanceBetween */.CJ)(unbound, at(loadMilli.low), at(loadMilli.high));
    const beyondMax = members.some((size) => size > cpu.max);
    const sizes = members.length < 2 ? String(members[0] ?? 'none') : `${members[0]} to ${members.at(-1)}`;
    const load = `${Math.round(likely)}m \u00b1 ${Math.round(half)}m`;
    const text = `at ${forecast_shown(rps)} requests/s (${factor}\u00d7 measured) ${sizes} replicas for ${load} CPU${beyondMax ? `, more than maxReplicas ${cpu.max}` : ''}`;
    return { refused: false, rps, loadMilli, replicas: members, beyondMax, text };
}

;// CONCATENATED MODULE: ./lib/autoscaler/outlook.js



/** Seconds of load after which an HPA with these clocks has come to rest, by a wide margin. */
function enough({ syncPeriodSeconds, metricResolutionSeconds, housekeepingSeconds }) {
    return 6 * (syncPeriodSeconds + metricResolutionSeconds + 2 * housekeepingSeconds);
}
/**
 * The same load under other clocks: what a run with quick clocks means for production. A load that ends too soon for
 * those clocks is held longer.
 */
function bandsUnder(clocks, scenario, options) {
    const { loadStart, loadEnd } = options;
    const longer = Math.max(0, enough(clocks) - (loadEnd - loadStart));
    const demand = scenario.demand.map((step) => (step.at >= loadEnd ? { ...step, at: step.at + longer } : step));
    const { behavior } = scenario.autoscaler;
    const window = behavior?.scaleDown.stabilizationWindowSeconds ?? clocks.downscaleStabilizationSeconds;
    const end = loadEnd + longer;
    return (0,bands/* bandsOf */.y)({ ...scenario, clocks, demand, endAt: end + window + 900 }, { ...options, loadEnd: end });
}
const outlook_words = (band) => {
    const [typical, late] = [band.quantiles[0], band.quantiles.at(-1)].map((each) => each?.seconds ?? null);
    return typical == null
        ? 'never'
        : `after ${Math.round(typical)} s (${late == null ? 'not always' : `at most ${Math.round(late)} s`})`;
};
/**
 * @param scenario the load as it was sent, on the clocks on which it was measured.
 * @param options quantiles ascending: the first is called typical, the last the most.
 * @param points steady stretches of the run, for the forecast.
 */
function outlookOf(scenario, options, cpu, points) {
    const production = bandsUnder(autoscaler_clocks/* productionClocks */.jj, scenario, options);
    const forecast = forecastOf(points, farthest, cpu);
    const { firstMove, settled, backToMin, runs } = production;
    const text = `on production clocks the first move comes ${outlook_words(firstMove)}, the last ${outlook_words(settled)}, and min is back ${outlook_words(backToMin)}, by ${runs} simulated runs`;
    return { production, forecast, lines: [text, forecast.text] };
}

;// CONCATENATED MODULE: ./lib/stages/load/projection.js





/** A run on production's clocks lasts ten minutes of simulated time: fewer of them tell as much. */
const productionRuns = 30;
function isProduction(clocks) {
    return Object.entries(autoscaler_clocks/* productionClocks */.jj).every(([name, value]) => clocks[name] === value);
}
/** Probes, and each window of the steady phase that had the whole load in it. */
function pointsOf(recording, { clocks }, { rate }) {
    const { aim } = recording;
    const probed = (aim?.calibration?.points ?? []).map((point) => ({
        rps: point.rate,
        replicas: aim?.from ?? 1,
        cpuMilli: point.cpuMilli,
    }));
    const steady = markOf(recording, 'steady');
    if (steady === undefined)
        return probed;
    const windows = new Map();
    for (const row of rowsWithin(recording, steady.from + 1000 * clocks.metricResolutionSeconds, steady.to + 1000)) {
        const used = usedCpuMilli(row);
        const key = row.metrics.samples.map(({ timestamp }) => timestamp).join(' ');
        if (used !== null)
            windows.set(key, { rps: rate, replicas: readyPods(row).length, cpuMilli: used });
    }
    return [...probed, ...windows.values()];
}
/** The manifest's own window in place of the shortened one that ran. */
function asWritten(scenario, windowSeconds) {
    const { behavior } = scenario.autoscaler;
    if (windowSeconds == null || behavior === null)
        return scenario;
    const scaleDown = { ...behavior.scaleDown, stabilizationWindowSeconds: windowSeconds };
    return { ...scenario, autoscaler: { ...scenario.autoscaler, behavior: { ...behavior, scaleDown } } };
}
function changed(clocks) {
    const { syncPeriodSeconds: sync, metricResolutionSeconds: metrics, downscaleStabilizationSeconds: down } = clocks;
    return `sync period ${sync} s, metrics each ${metrics} s, down window ${down} s`;
}
/** What the measured load means on production's clocks, and at twice the rate. */
function project(recording, spec, measured, { scenario, options, cpu }) {
    const points = pointsOf(recording, spec, measured);
    const beyond = (forecast) => forecast.refused
        ? { kind: 'cannot-prove', text: forecast.text }
        : { kind: 'measured', text: `forecast, not tried: ${forecast.text}` };
    if (isProduction(spec.clocks)) {
        const forecast = forecastOf(points, farthest, cpu);
        return { production: null, forecast, notes: [beyond(forecast)] };
    }
    const written = asWritten(scenario, spec.writtenDownWindowSeconds);
    const { production, forecast, lines } = outlookOf(written, { ...options, runs: productionRuns }, cpu, points);
    const text = `the times up and down are those of shortened clocks (${changed(spec.clocks)}); ${lines[0] ?? ''}`;
    return { production, forecast, notes: [{ kind: 'modified-for-ci', text }, beyond(forecast)] };
}

;// CONCATENATED MODULE: ./lib/stages/load/derived.js









/** On a machine that lets its API server wait this long, a service waits as well. */
function silence(recording, spec) {
    if (isWatched(recording, spec))
        return [];
    return [`the API server was not heard for up to ${(longestGap(recording) / 1000).toFixed(0)} s`];
}
function derive(recording, spec) {
    const timeline = withLoad(timelineOf(spec.target.name, recording.rows), recording.load);
    const measured = measuredLoad(recording, spec);
    const foretold = measured === null ? null : foretell(recording, spec, measured);
    const faults = recording.script === null ? generatorFaults(recording.load, spec.thresholds) : [];
    const { setup, clocks } = spec;
    const contentions = contentionsOf(recording);
    const ready = (markOf(recording, 'ready')?.to ?? 0) / 1000;
    const options = { setup, syncPeriodSeconds: clocks.syncPeriodSeconds };
    // Before it had its first metrics the autoscaler decided nothing, and its memory was another's.
    const settled = timeline.filter(({ until }) => until >= ready);
    return {
        timeline,
        measured,
        shadow: recording.load === null && recording.script === null ? null : (0,shadow/* shadow */.r)(settled, options),
        predicted: foretold?.bands ?? null,
        projection: measured === null || foretold === null ? null : project(recording, spec, measured, foretold),
        faults,
        doubts: [...faults, ...silence(recording, spec), ...contentionDoubts(contentions)],
        contentions,
    };
}

;// CONCATENATED MODULE: ./lib/stages/load/load.js

















/** In the order in which a reader asks. */
const claims = [
    metricsAvailable,
    reachable,
    idleHolds,
    loadArrived,
    scriptHeld,
    generatorSound,
    scaledUp,
    upWithinBand,
    settledWhereExpected,
    decisionsReproduced,
    newPodsWork,
    slosHeld,
    noFlapping,
    noRestarts,
    scaledDown,
    downWithinBand,
    causedByAutoscaler,
    noRollout,
    sameAutoscaler,
    watched,
];
/** Claims that stand on measurements of their own; all others are by sight, and fail by what was not seen in time. */
const load_measured = new Set([
    reachable,
    loadArrived,
    generatorSound,
    newPodsWork,
    slosHeld,
    noRestarts,
]);
/** Claims about what happened in time: where the generator itself was late, the machine may have been what was slow. */
const timed = new Set([
    scaledUp,
    upWithinBand,
    newPodsWork,
    noFlapping,
    noRestarts,
    scaledDown,
    downWithinBand,
]);
/** Whoever did not look the whole time, or was late himself, blames nobody. */
function load_doubted(evidence, but, remedy) {
    if (evidence.verdict !== 'fail')
        return evidence;
    return { ...evidence, verdict: 'inconclusive', observed: `${evidence.observed}; but ${but}`, remedy };
}
/** Judges a recorded run. The same recording gives the same verdicts, whenever it is judged. */
function judge(recording, spec, derived) {
    const blind = !isWatched(recording, spec);
    const { doubts } = derived;
    return claims.flatMap((claim) => {
        const judged = claim(recording, spec, derived);
        if (blind && !load_measured.has(claim)) {
            return judged.map((one) => load_doubted(one, 'the watch has gaps', 'Run again when the API server answers all the time.'));
        }
        if (doubts.length === 0 || !timed.has(claim))
            return judged;
        const but = `the machine could not keep up: ${doubts.join('; ')}`;
        return judged.map((one) => load_doubted(one, but, 'Run again on a machine with CPU to spare.'));
    });
}
function notesOf({ aim }, spec, { projection }) {
    const { mode } = spec;
    const shortened = spec.modified.map((text) => ({ kind: 'modified-for-ci', text }));
    const modified = [...shortened, ...(projection?.notes ?? [])];
    const cost = aim?.calibration;
    if (cost == null)
        return modified;
    const text = `a request costs ${cost.costMilli.toFixed(2)} m\u00b7s CPU (95 %: ${cost.costLow.toFixed(2)} to ${cost.costHigh.toFixed(2)}), a pod at rest ${cost.idleMilli.toFixed(0)}m; ${mode} at ${aim?.rate.toFixed(1)} requests a second`;
    return [...modified, { kind: 'measured', text }];
}
function outputOf(recording, spec, { timeline, shadow, predicted, projection }, { record }) {
    const { marks, aim, load } = recording;
    const start = marks.find(({ phase }) => phase === 'scaling')?.from;
    const end = markOf(recording, 'cool-down')?.from;
    const { loaded, after } = movesOf(recording);
    const ups = loaded.filter(({ from, to }) => to > from);
    const [first, last, down] = [ups[0], ups.at(-1), after.findLast(({ from, to }) => to < from)];
    return {
        timeline,
        shadow,
        predicted,
        projection,
        marks,
        aim,
        load,
        script: recording.script,
        slos: slosOf(load, spec.thresholds),
        reached: reachedSize(recording),
        upSeconds: start === undefined || first === undefined || last === undefined
            ? null
            : { first: (first.at - start) / 1000, last: (last.at - start) / 1000 },
        comparison: record,
        downSeconds: end === undefined || down === undefined ? null : (down.at - end) / 1000,
    };
}
/** Drives the autoscaler up and back down by real load, and judges what it did. */
function loadStage(ports) {
    return {
        name: 'load',
        plan: (spec) => [
            `watch HorizontalPodAutoscaler ${spec.target.namespace}/${spec.target.name} for ${spec.idleSeconds} s without load`,
            spec.mode === 'script'
                ? `run ${spec.script?.script ?? 'the script'} against ${spec.traffic.origin}`
                : spec.rate === null
                    ? `probe ${spec.traffic.origin} for the CPU cost of a request, and choose the rate`
                    : `send ${spec.rate} requests a second to ${spec.traffic.origin}`,
            spec.mode === 'prove'
                ? `raise the load until ${spec.to ?? 'the maximum of'} replicas are ready${spec.scaleDown ? ', and wait until they are gone again' : ''}`
                : `keep the load for ${spec.durationSeconds} s`,
            `judge ${spec.thresholds.length} thresholds: ${spec.thresholds.join(', ')}`,
            ...(spec.comparison == null
                ? []
                : [`hold it against ${spec.comparison.copies.baseline.images.join(', ')}, in turn at the same rate`]),
        ],
        async run(spec, context) {
            for (const text of spec.thresholds)
                parseThreshold(text);
            const recording = await conduct(spec, ports, context);
            const derived = derive(recording, spec);
            ports.timeline?.complete(derived.timeline);
            const see = witness(ports.clock);
            const evidence = judge(recording, spec, derived).map(see);
            const compared = await compare(recording, spec, ports, context);
            return {
                evidence: [...evidence, ...compared.evidence.map(see)],
                notes: [...notesOf(recording, spec, derived), ...compared.notes],
                output: outputOf(recording, spec, derived, compared),
            };
        },
    };
}

;// CONCATENATED MODULE: ./lib/domain/subject.js
/** The ways in which two subjects differ, as sentences; empty where they are the same. */
function subjectDifferences(a, b) {
    const differences = [];
    if (a.commit !== b.commit)
        differences.push(`commit ${a.commit} is not ${b.commit}`);
    if (a.manifests !== b.manifests)
        differences.push(`manifests ${a.manifests} are not ${b.manifests}`);
    for (const image of new Set([...Object.keys(a.images), ...Object.keys(b.images)])) {
        const [left, right] = [a.images[image] ?? 'absent', b.images[image] ?? 'absent'];
        if (left !== right)
            differences.push(`image ${image} ${left} is not ${right}`);
    }
    return differences;
}

;// CONCATENATED MODULE: ./lib/stages/promote/promote.js





/** Judges the evidence itself: is it about this subject, is it whole, was it gained in a way that the policy allows? */
function promoteStage({ clock }) {
    return {
        name: 'promote',
        plan: ({ required }) => [
            `require evidence of ${required.join(', ')} for this commit, these manifests and these images`,
        ],
        async run(spec) {
            const see = witness(clock);
            const stages = spec.collected.flatMap((collected) => collected.stages);
            return {
                output: stages,
                evidence: [bound(spec, see), whole(spec, stages, see), allowed(spec, stages, see), promote_clean(spec, see)].flat(),
            };
        },
    };
}
/** Evidence for one subject never promotes another. */
function bound({ subject, collected }, see) {
    const differences = collected.flatMap(({ source, subject: other }) => subjectDifferences(other, subject).map((difference) => `${source}: ${difference}`));
    return see({
        claim: 'the evidence is about what is promoted',
        requirement: 'containers',
        verdict: collected.length === 0 ? 'inconclusive' : differences.length === 0 ? 'pass' : 'fail',
        observed: collected.length === 0
            ? '0 reports'
            : differences.length === 0
                ? `commit ${subject.commit}, manifests ${subject.manifests.slice(0, 19)}\u2026, ${(0,domain_amount/* amount */.v)(Object.keys(subject.images).length, 'image digest')}`
                : differences.join('; '),
        source: collected.map(({ source }) => source).join(', ') || 'no report',
        ...(differences.length === 0 && collected.length > 0
            ? {}
            : { remedy: 'Run the gate again on the commit that is to be promoted.' }),
    });
}
/** A stage counts by its evidence, not by the verdict that its report claims for itself. */
function whole({ required }, stages, see) {
    const found = required.map((name) => ({ name, verdict: (0,domain_verdict/* worst */.QZ)(stages.filter(isOf(name)).map(provenOf)) }));
    const lacking = found.filter(({ verdict }) => verdict !== 'pass');
    const words = lacking.map(({ name, verdict }) => {
        const seen = stages.some((one) => isOf(name)(one) && one.evidence.length > 0);
        return seen ? `${name}: ${verdict}` : `no evidence of ${name}`;
    });
    return see({
        claim: 'every required stage passed, with evidence',
        requirement: 'horizontal-scaling',
        verdict: (0,domain_verdict/* worst */.QZ)(found.map(({ verdict }) => verdict)),
        observed: lacking.length === 0 ? `${found.length} of ${(0,domain_amount/* amount */.v)(required.length, 'stage')}` : words.join('; '),
        source: 'stage reports',
        ...(lacking.length === 0 && required.length > 0
            ? {}
            : { remedy: 'Mend what these stages name and run them, or take them out of `stages` if they are not meant.' }),
    });
}
function isOf(name) {
    return ({ stage }) => stage === name;
}
function provenOf({ verdict, evidence, error }) {
    return (0,domain_verdict/* worst */.QZ)([verdict, (0,domain_stage/* verdictOf */.V)(evidence), ...(error === undefined ? [] : ['inconclusive'])]);
}
function allowed({ policy }, stages, see) {
    const modified = stages.flatMap(({ notes }) => notes).filter(({ kind }) => kind === 'modified-for-ci');
    if (policy.allowModified)
        return [];
    const verdict = modified.length > 0 ? 'fail' : stages.length > 0 ? 'pass' : 'inconclusive';
    const remedies = {
        fail: 'Set `cluster-strict: true`, so that the production clocks are kept; the run takes longer.',
        inconclusive: 'Run the gate: no report is there that could name a modification.',
    };
    return [
        see({
            claim: 'nothing was modified for CI',
            requirement: 'configuration',
            verdict,
            observed: modified.length > 0
                ? modified.map(({ text }) => text).join('; ')
                : `0 modifications in ${(0,domain_amount/* amount */.v)(stages.length, 'stage report')}`,
            source: 'notes of the stages',
            ...(verdict === 'pass' ? {} : { remedy: remedies[verdict] }),
        }),
    ];
}
function promote_clean({ policy, subject }, see) {
    if (policy.allowDirty)
        return [];
    const { commit } = subject;
    const verdict = commit === 'unknown' ? 'inconclusive' : commit.endsWith('-dirty') ? 'fail' : 'pass';
    return [
        see({
            claim: 'the checkout is what its commit says',
            requirement: 'configuration',
            verdict,
            observed: commit,
            source: 'git',
            ...(verdict === 'pass' ? {} : { remedy: 'Commit the changes, and run the gate on that commit.' }),
        }),
    ];
}

;// CONCATENATED MODULE: ./lib/stages/provision/basics.js



/** Nodes, DNS and storage, each seen ready. Throws `CLUSTER_NOT_READY` where one does not become so in time. */
async function proveBasics(platform, timeoutSeconds, { signal }, { clock, log }) {
    const wait = { clock, log, signal };
    const bounds = { deadlineMs: timeoutSeconds * 1000, intervalMs: 500 };
    const nodes = await waitFor({ ...bounds, ...everyNodeReady(platform) }, wait);
    if (!nodes.met)
        throw notReady('the nodes were', nodes.lastSeen, timeoutSeconds);
    const dns = await waitFor({ ...bounds, ...dnsReady(platform) }, wait);
    if (!dns.met)
        throw notReady('cluster DNS was', dns.lastSeen, timeoutSeconds);
    const storage = await platform.storage(signal);
    const see = witness(clock);
    const claim = (what, requirement, observed, source) => see({ claim: what, requirement, verdict: 'pass', observed, source: `API server: ${source}` });
    return [
        claim('every node is Ready', 'containers', describeNodes(nodes.state), 'nodes'),
        claim('cluster DNS is ready', 'routing', `CoreDNS ${dns.state}`, 'Deployment kube-system/coredns'),
        ...(storage === undefined
            ? []
            : [claim('there is a default storage class', 'horizontal-scaling', storage, 'storage classes')]),
    ];
}
function everyNodeReady(platform) {
    return {
        what: 'every node is Ready',
        observe: async (signal) => {
            const seen = await platform.nodes(signal);
            return allReady(seen) ? { done: true, state: seen } : { done: false, seen: describeNodes(seen) };
        },
    };
}
function dnsReady(platform) {
    return {
        what: 'cluster DNS is ready',
        observe: async (signal) => {
            const { ready, detail, hopeless } = await platform.dns(signal);
            return ready ? { done: true, state: detail } : { done: false, seen: detail, hopeless };
        },
    };
}
/** A cluster that lists no nodes yet is not a cluster whose nodes are all ready. */
function allReady(nodes) {
    return nodes.length > 0 && nodes.every(({ ready }) => ready);
}
function describeNodes(nodes) {
    if (nodes.length === 0)
        return 'no node is listed';
    return nodes.map(({ name, ready, reason }) => (ready ? `${name} Ready` : `${name} not Ready (${reason})`)).join(', ');
}
function notReady(what, lastSeen, timeoutSeconds) {
    return new domain_error/* GateError */.ue('CLUSTER_NOT_READY', `${what} not ready after ${timeoutSeconds} s: ${lastSeen}`, {
        hint: 'Raise `cluster-timeout` on a slow machine, or look at the diagnostics of the nodes.',
    });
}

;// CONCATENATED MODULE: ./lib/stages/provision/attach.js




/** Takes an existing cluster as it is: installs nothing, changes nothing, and proves that it has what a gate needs. */
function attachStage(ports) {
    return {
        name: 'provision',
        plan: ({ cluster }) => [
            `take cluster "${cluster.name}" as it is, and see nodes, DNS, metrics API and ${cluster.ingress} answer`,
        ],
        async run({ cluster, timeoutSeconds }, context) {
            const platform = await ports.platform(cluster);
            const version = await platform.version(context.signal);
            ports.log.info(`cluster "${cluster.name}" answers with Kubernetes ${version}; ingress at ${cluster.ingress}`);
            const evidence = [...(await proveBasics(platform, timeoutSeconds, context, ports))];
            const see = witness(ports.clock);
            for (const { look, hint, ...claim } of proofsOf(cluster, platform, ports.http)) {
                const observed = await answer(claim.claim, look, hint, timeoutSeconds * 1000, context.signal, ports);
                evidence.push(see({ ...claim, verdict: 'pass', observed }));
            }
            ports.onUsable(cluster);
            return { output: cluster, evidence };
        },
    };
}
function proofsOf(cluster, platform, http) {
    return [
        {
            claim: 'the metrics API tells the usage of a real pod',
            requirement: 'autoscaling',
            source: 'metrics.k8s.io/v1beta1 pods',
            look: (signal) => platform.usage(signal),
            hint: 'Install metrics-server in the cluster.',
        },
        {
            claim: 'the ingress controller answers',
            requirement: 'routing',
            source: `GET ${cluster.ingress}/`,
            look: (signal) => attach_knock(cluster, http, signal),
            hint: 'Name where the ingress of the cluster answers with `cluster-ingress`.',
        },
    ];
}
async function answer(what, look, hint, deadlineMs, signal, { clock, log }) {
    const outcome = await waitFor({
        what,
        deadlineMs,
        intervalMs: 1000,
        observe: async (inner) => {
            const state = await look(inner);
            return state === undefined ? { done: false, seen: 'no answer yet' } : { done: true, state };
        },
    }, { clock, log, signal });
    if (outcome.met)
        return outcome.state;
    throw new domain_error/* GateError */.ue('ADDON_NOT_READY', `not true after ${deadlineMs / 1000} s that ${what}: ${outcome.lastSeen}`, {
        hint,
    });
}
/** On a shared cluster an unrouted host may be answered by a default backend; any HTTP answer is an answer. */
async function attach_knock({ ingress }, http, signal) {
    const { status } = await http.get({ url: `${ingress}/`, host: 'unrouted.scale-gate.invalid', timeoutMs: 5_000 }, signal);
    return `${status} for a host that is routed nowhere`;
}

;// CONCATENATED MODULE: ./lib/stages/provision/add-ons.js



/** Installs metrics-server and the ingress controller, and takes neither's word for being ready. */
async function proveAddOns(platform, cluster, spec, { signal }, ports) {
    const proofs = [metricsProof(platform), ingressProof(cluster, ports.http)];
    await Promise.all(proofs.map(({ addOn }) => platform.install(addOn, spec.addOns, signal)));
    const see = witness(ports.clock);
    return Promise.all(proofs.map(async (proof) => {
        const { claim, requirement, source } = proof;
        const observed = await add_ons_prove(proof, platform, spec, signal, ports);
        return see({ claim, requirement, verdict: 'pass', observed, source });
    }));
}
function metricsProof(platform) {
    return {
        addOn: 'metrics',
        claim: 'the metrics API tells the usage of a real pod',
        requirement: 'autoscaling',
        source: 'metrics.k8s.io/v1beta1 pods',
        look: async (signal) => {
            const usage = await platform.usage(signal);
            return usage === undefined ? { done: false, seen: 'usage of 0 pods' } : { done: true, state: usage };
        },
    };
}
/** An unrouted host must be answered by the controller itself, with 404: anything else listens on that port. */
function ingressProof({ ingress }, http) {
    const request = { url: `${ingress}/`, host: 'unrouted.scale-gate.invalid', timeoutMs: 2_000 };
    return {
        addOn: 'ingress',
        claim: 'the ingress controller answers through the mapped port',
        requirement: 'routing',
        source: `GET ${ingress}/`,
        look: async (signal) => {
            const { status } = await http.get(request, signal);
            return status === 404
                ? { done: true, state: '404 for a host that is routed nowhere' }
                : { done: false, seen: `status ${status} for a host that is routed nowhere: something else answers there` };
        },
    };
}
async function add_ons_prove({ addOn, claim, look }, platform, spec, signal, { clock, log }) {
    const observe = async (inner) => {
        const { ready, detail, hopeless } = await platform.state(addOn, inner);
        if (!ready)
            return { done: false, seen: detail, hopeless };
        const sighting = await look(inner);
        return sighting.done ? sighting : { ...sighting, seen: `${detail}, but ${sighting.seen}` };
    };
    const bounds = { what: claim, deadlineMs: spec.timeoutSeconds * 1000, intervalMs: 500 };
    const outcome = await waitFor({ ...bounds, observe }, { clock, log, signal });
    if (!outcome.met)
        throw add_ons_notReady(addOn, spec.addOns.images[addOn], outcome);
    log.info(`${addOn}: ${outcome.state} after ${add_ons_seconds(outcome, 1)} s`);
    return outcome.state;
}
function add_ons_notReady(addOn, image, outcome) {
    const message = `${addOn} (${image}) was not ready after ${add_ons_seconds(outcome, 0)} s: ${outcome.lastSeen}`;
    const hint = outcome.hopeless
        ? `Pull or build ${image} on this machine, so that it can be loaded.`
        : 'Raise `cluster-timeout`, or look at the diagnostics of its pods.';
    return new domain_error/* GateError */.ue('ADDON_NOT_READY', message, { hint });
}
function add_ons_seconds({ waitedMs }, digits) {
    return (waitedMs / 1000).toFixed(digits);
}

;// CONCATENATED MODULE: ./lib/stages/provision/images.js


const images_CREATE_MS = 300_000;
/**
 * Copies images into the nodes while Kubernetes is still starting in them: a node's container runtime takes images long
 * before its API server answers. The add-ons' images go first, because proving the add-ons takes longest.
 */
function beginLoading(spec, context, ports) {
    const nodes = images_nodesTakingImages(spec, context, ports);
    const addOns = nodes.then((names) => images_load(Object.values(spec.addOns.images), names, context, ports));
    const service = Promise.all([nodes, addOns]).then(([names]) => images_load(spec.images, names, context, ports));
    for (const promise of [addOns, service])
        promise.catch(() => undefined);
    return { addOns, service };
}
async function images_nodesTakingImages(spec, { signal }, { clusters, clock, log }) {
    const configured = spec.config?.['nodes'];
    const wanted = Array.isArray(configured) && configured.length > 0 ? configured.length : spec.nodes;
    const outcome = await waitFor({
        what: `${wanted} ${wanted === 1 ? 'node takes' : 'nodes take'} images`,
        deadlineMs: images_CREATE_MS,
        intervalMs: 500,
        observe: async (look) => {
            const names = await clusters.nodesTakingImages(spec.name, look);
            return names.length >= wanted
                ? { done: true, state: names }
                : { done: false, seen: `${names.length} of ${wanted}` };
        },
    }, { clock, log: { ...log, progress: () => undefined }, signal });
    if (outcome.met)
        return outcome.state;
    throw new domain_error/* GateError */.ue('CLUSTER_NOT_READY', `the nodes of "${spec.name}" took no images: ${outcome.lastSeen}`, {
        hint: 'Look at the containers of the nodes: `docker ps` and `docker logs`.',
    });
}
async function images_load(images, nodes, { signal }, { clusters, log }) {
    const local = (await clusters.localImages(images, signal)).map(({ reference }) => reference);
    const absent = images.filter((image) => !local.includes(image));
    if (absent.length > 0)
        log.info(`not in the local engine, left to the nodes to pull: ${absent.join(', ')}`);
    await clusters.loadImages(nodes, local, signal);
    if (local.length > 0)
        log.info(`loaded ${local.join(', ')}`);
}

;// CONCATENATED MODULE: ./lib/stages/provision/provision.js




/** Creates an ephemeral kind cluster and proves by our own observation that everything a gate needs of it works. */
function provisionStage(ports) {
    return {
        name: 'provision',
        plan: ({ name, nodes, nodeImage, images }) => [
            `create kind cluster "${name}": ${nodes} ${nodes === 1 ? 'node' : 'nodes'} of ${nodeImage ?? 'the newest node image here'}`,
            `load those of ${images.length} images that the local engine holds`,
            'install metrics-server and Traefik, and see both answer',
        ],
        async run(spec, context) {
            ports.log.info((await ports.clusters.preflight(context.signal)).join(', '));
            // What is begun beside the creation ends with it, before this does: nothing goes into a cluster that failed.
            const failed = new AbortController();
            const atWork = [];
            try {
                return await provision_grow(spec, { ...context, signal: AbortSignal.any([context.signal, failed.signal]) }, ports, atWork);
            }
            catch (error) {
                failed.abort(error);
                await Promise.allSettled(atWork);
                throw error;
            }
        },
    };
}
/** Whatever is begun without being awaited at once is put into `atWork`. */
async function provision_grow(spec, context, ports, atWork) {
    const creating = await create(spec, context, ports);
    const loading = beginLoading(spec, context, ports);
    atWork.push(loading.addOns, loading.service);
    const cluster = await creating.cluster;
    const platform = await ports.platform(cluster);
    const version = await platform.version(context.signal);
    ports.log.info(`cluster "${cluster.name}" answers with Kubernetes ${version}; ingress at ${cluster.ingress}`);
    const proofs = [
        proveBasics(platform, spec.timeoutSeconds, context, ports),
        proveWhenLoaded(loading, spec, cluster, platform, context, ports),
    ];
    atWork.push(...proofs);
    return { output: cluster, evidence: (await Promise.all(proofs)).flat(), notes: clockNotes(spec.clocks) };
}
/** Begins the creation of a cluster that is owned by then. */
async function create(spec, { own, disown, signal }, ports) {
    const { clusters, log } = ports;
    const { name, kubeconfig, nodes, clocks, config } = spec;
    if (await clusters.exists(name, signal)) {
        throw new domain_error/* GateError */.ue('CLUSTER_EXISTS', `a kind cluster "${name}" exists already and is not this run's`, {
            hint: `Choose another \`cluster-name\`, or delete it yourself: kind delete cluster --name ${name}`,
        });
    }
    const nodeImage = spec.nodeImage ?? (await clusters.nodeImage(spec.kubernetesVersion, signal));
    const hostPort = await clusters.hostPort(spec.hostPort);
    await own({ type: 'kind-cluster', name });
    await own({ type: 'path', path: kubeconfig });
    log.info(`creating kind cluster "${name}" (${nodes} of ${nodeImage}), ingress on 127.0.0.1:${hostPort}`);
    const cluster = clusters
        .create({ name, kubeconfig, nodes, nodeImage, hostPort, clocks, config }, signal)
        .catch(async (error) => {
        // Somebody else was quicker: theirs must not be deleted as ours.
        if (error instanceof domain_error/* GateError */.ue && error.code === 'CLUSTER_EXISTS')
            await disown?.({ type: 'kind-cluster', name });
        throw error;
    });
    cluster.catch(() => undefined);
    return { cluster };
}
async function proveWhenLoaded(loading, spec, cluster, platform, context, ports) {
    await loading.addOns;
    const service = loading.service.then(() => ports.onUsable(cluster));
    const [evidence] = await Promise.all([proveAddOns(platform, cluster, spec, context, ports), service]);
    return evidence;
}
function clockNotes(clocks) {
    if (clocks === undefined)
        return [];
    const { syncPeriodSeconds, downscaleStabilizationSeconds, cpuInitializationSeconds, housekeepingSeconds, metricResolutionSeconds, } = clocks;
    return [
        {
            kind: 'modified-for-ci',
            text: `HPA sync period ${syncPeriodSeconds} s (15 s by default), downscale stabilization ${downscaleStabilizationSeconds} s (300 s), CPU initialization ${cpuInitializationSeconds} s (300 s), kubelet housekeeping ${housekeepingSeconds} s (10 s), metric resolution ${metricResolutionSeconds} s (15 s)`,
        },
    ];
}

;// CONCATENATED MODULE: ./lib/stages/redis/finding.js
const SHOWN = 5;
/** The first findings as one sentence each; the rest as a number. */
function describeFindings(findings) {
    const shown = findings.slice(0, SHOWN).map(({ message }) => message);
    const rest = findings.length > SHOWN ? `; and ${findings.length - SHOWN} more` : '';
    return shown.join('; ') + rest;
}
/** A judgement as evidence for the report. */
function evidenceOf(judgement, source, at) {
    const { claim, requirement, verdict, observed, findings } = judgement;
    const remedy = findings[0]?.remedy ?? judgement.remedy;
    const nodes = new Set(findings.map((finding) => finding.node));
    const node = nodes.size === 1 ? [...nodes][0] : undefined;
    return {
        claim,
        requirement,
        verdict,
        observed,
        source,
        at,
        ...(node === undefined ? {} : { object: `redis/${node}` }),
        ...(verdict === 'pass' ? {} : { remedy: remedy ?? 'Run the stage again and look at its data.' }),
    };
}

;// CONCATENATED MODULE: ./lib/stages/redis/topology.js


function nodesTotal({ shards, replicasPerShard }) {
    return shards * (1 + replicasPerShard);
}
/** `3 shards \u00d7 (1 primary + 3 replicas) = 12 nodes`: printed, so that nobody has to guess what was meant. */
function describeTopology(topology) {
    const { shards, replicasPerShard } = topology;
    const replicas = (0,domain_amount/* amount */.v)(replicasPerShard, 'replica');
    return `${(0,domain_amount/* amount */.v)(shards, 'shard')} \u00d7 (1 primary + ${replicas}) = ${(0,domain_amount/* amount */.v)(nodesTotal(topology), 'node')}`;
}
const exact = /^\s*(\d+)\s*[x\u00d7*]\s*\(\s*1\s*\+\s*(\d+)\s*\)\s*$/i;
const bare = /^\s*(\d+)\s*[x\u00d7*]\s*(\d+)\s*$/i;
/**
 * Topology from words: `3x(1+3)`. A bare `3x3` is refused with its readings spelt out, because three tools read it
 * in three ways. Throws `INPUT_INVALID`.
 */
function parseTopology(text) {
    const [, shards, replicasPerShard] = exact.exec(text) ?? [];
    if (shards !== undefined && replicasPerShard !== undefined) {
        return checkedTopology({ shards: Number(shards), replicasPerShard: Number(replicasPerShard) });
    }
    const [, left, right] = bare.exec(text) ?? [];
    if (left === undefined || right === undefined) {
        throw invalidInput([`redis topology "${text}" is not of the form 3x(1+3)`], howToSay);
    }
    throw invalidInput([`redis topology "${text}" can be read in ${readings(Number(left), Number(right)).join('; ')}`], howToSay);
}
const howToSay = 'Write redis-shards and redis-replicas-per-shard (not counting the primary), or 3x(1+3).';
function readings(left, right) {
    const perShard = describeTopology({ shards: left, replicasPerShard: right });
    const members = describeTopology({ shards: left, replicasPerShard: right - 1 });
    const total = right % left === 0 ? `, ${describeTopology({ shards: left, replicasPerShard: right / left })}` : '';
    return [
        `three ways: replicas besides the primary, ${perShard}`,
        `members of a shard, ${members}`,
        `replicas in all, ${amount(left, 'primary', 'primaries')} + ${amount(right, 'replica')} = ${amount(left + right, 'node')}${total}`,
    ];
}
/** Throws `INPUT_INVALID` for a topology in which no majority can promote a replica, or that nobody can mean. */
function checkedTopology(topology) {
    const { shards, replicasPerShard } = topology;
    const problems = [];
    if (!Number.isInteger(shards) || shards < 3) {
        problems.push(`redis-shards is ${shards}: with fewer than 3 primaries no majority is left to promote a replica`);
    }
    if (!Number.isInteger(replicasPerShard) || replicasPerShard < 0 || replicasPerShard > 5) {
        problems.push(`redis-replicas-per-shard is ${replicasPerShard}: it has to be a whole number from 0 to 5`);
    }
    if (nodesTotal(topology) > 100)
        problems.push(`${describeTopology(topology)}: more than 100 nodes`);
    if (problems.length > 0)
        throw invalidInput(problems, howToSay);
    return topology;
}

// EXTERNAL MODULE: ./lib/stages/redis/snapshot.js
var redis_snapshot = __webpack_require__(7871);
;// CONCATENATED MODULE: ./lib/stages/redis/agreement.js



/** A2. Who there is, in which role, under whom, with which slots: the same in every view. */
const agreement = {
    check: 'views-agree',
    claim: 'all nodes agree on members, roles, primaries and slots',
    holds: ({ views }) => `${views.length} of ${views.length} views equal`,
    find: dissent,
};
/** Differences that are told of one node. */
const agreement_SHOWN = 3;
function facts({ id, role, primary, slots }) {
    return `${id} ${role} ${primary ?? '-'} ${[...slots]
        .sort((a, b) => a.first - b.first)
        .map(({ first, last }) => `${first}-${last}`)
        .join(' ')}`;
}
/** What a view says of the cluster, in a form in which equal views are equal texts. */
function signature({ peers }) {
    return peers.map(facts).sort().join('\n');
}
function dissent(snapshot) {
    const parties = Map.groupBy(snapshot.views, signature);
    const [majority = [], ...minorities] = [...parties.values()].sort((a, b) => b.length - a.length);
    const [norm] = majority;
    if (norm === undefined)
        return [];
    return minorities.flat().map((view) => ({
        node: view.name,
        message: `${view.name} disagrees with ${majority.length} of ${snapshot.views.length} nodes: ${difference(snapshot, view, norm)}`,
        remedy: `Look at CLUSTER NODES of ${view.name}: it may be cut off, or newer than the others; then wait, or CLUSTER MEET it.`,
    }));
}
/** What differs, in words: the first three things, and how many more there are. */
function difference(snapshot, view, norm) {
    const differences = norm.peers.flatMap((peer) => {
        const seen = view.peers.find(({ id }) => id === peer.id);
        const name = (0,redis_snapshot/* nameOf */.Vb)(snapshot, peer.id);
        if (seen === undefined)
            return [`it does not know ${name}`];
        if (facts(seen) === facts(peer))
            return [];
        return [`it sees ${name} as ${agreement_describe(snapshot, seen)}, they as ${agreement_describe(snapshot, peer)}`];
    });
    const more = view.peers.filter(({ id }) => norm.peers.every((peer) => peer.id !== id)).length;
    const all = more === 0 ? differences : [...differences, `it knows ${(0,domain_amount/* amount */.v)(more, 'node')} more`];
    const rest = all.length - agreement_SHOWN;
    return [...all.slice(0, agreement_SHOWN), ...(rest > 0 ? [`and ${(0,domain_amount/* amount */.v)(rest, 'more difference')}`] : [])].join('; ');
}
function agreement_describe(snapshot, { role, primary, slots }) {
    if (role === 'replica')
        return `replica of ${primary === undefined ? 'nobody' : (0,redis_snapshot/* nameOf */.Vb)(snapshot, primary)}`;
    return slots.length === 0 ? `${role} without slots` : `${role} of ${(0,redis_slots/* describeSlots */.Js)(slots)}`;
}

// EXTERNAL MODULE: ./lib/stages/redis/cluster-nodes.js
var cluster_nodes = __webpack_require__(569);
;// CONCATENATED MODULE: ./lib/stages/redis/membership.js





/** A3. What each node says of the whole. */
const nodeStates = {
    check: 'state-ok',
    claim: 'every node says cluster_state:ok with all slots ok and none failing',
    holds: ({ views }) => `cluster_state:ok and cluster_slots_ok:${redis_slots/* SLOTS */._f} on ${views.length} nodes`,
    find: ({ views }) => views.flatMap(stateFaults),
};
function stateFaults({ name, state }) {
    const wanted = {
        cluster_state: 'ok',
        cluster_slots_ok: String(redis_slots/* SLOTS */._f),
        cluster_slots_pfail: '0',
        cluster_slots_fail: '0',
    };
    const wrong = Object.entries(wanted).filter(([key, value]) => state[key] !== value);
    if (wrong.length === 0)
        return [];
    const seen = wrong.map(([key]) => `${key}:${state[key] ?? 'absent'}`).join(' ');
    return [
        {
            node: name,
            message: `${name} says ${seen}`,
            remedy: `Look at the slots and links of ${name}: CLUSTER INFO, CLUSTER NODES.`,
        },
    ];
}
/** A4. The same nodes known to all, with addresses that clients can use. */
const membership = {
    check: 'members-known',
    claim: 'every node knows every other by the address that clients use, and holds none for failed',
    holds: ({ views }, { topology }) => `${nodesTotal(topology)} members known to ${views.length} nodes`,
    find: (snapshot, { topology, addresses }) => snapshot.views.flatMap((view) => [
        ...countFault(view, nodesTotal(topology)),
        ...view.peers.flatMap((peer) => flagFault(snapshot, view, peer)),
        ...addressFaults(snapshot, view, addresses),
    ]),
};
function countFault({ name, peers }, expected) {
    if (peers.length === expected)
        return [];
    const remedy = peers.length < expected
        ? `Introduce it: CLUSTER MEET, and open the bus port of ${name}.`
        : 'Forget nodes that are gone: CLUSTER FORGET on every node.';
    return [{ node: name, message: `${name} knows ${(0,domain_amount/* amount */.v)(peers.length, 'node')}, not ${expected}`, remedy }];
}
const bad = ['fail', 'fail?', 'handshake', 'noaddr'];
function flagFault(snapshot, view, peer) {
    const flag = peer.flags.find((name) => bad.includes(name));
    if (flag === undefined)
        return [];
    const whom = flag === 'handshake' ? `${peer.host}:${peer.port}` : (0,redis_snapshot/* nameOf */.Vb)(snapshot, peer.id);
    return [
        {
            node: view.name,
            message: `${view.name} holds ${whom} for "${flag}"`,
            remedy: `Look at ${whom}: does it run, and is its bus port ${peer.busPort} open to ${view.name}?`,
        },
    ];
}
/** A9, the static half: an announced address that is not the client's is a MOVED into nowhere. */
function addressFaults(snapshot, view, addresses) {
    return view.peers.flatMap((peer) => {
        const name = snapshot.views.find(({ id }) => id === peer.id)?.name;
        const address = addresses.find((candidate) => candidate.name === name);
        if (address === undefined || ((0,cluster_nodes/* isMyself */.FS)(peer) && peer.host === ''))
            return [];
        if ((peer.host === address.host || peer.hostname === address.host) && peer.port === address.port)
            return [];
        const message = `${view.name} announces ${name} as ${peer.host || '?'}:${peer.port}, clients reach it at ${address.host}:${address.port}`;
        return [{ node: view.name, message, remedy: 'Set cluster-announce-ip to the address that clients use.' }];
    });
}
function linksSeen({ views }) {
    return views.reduce((sum, view) => sum + view.peers.length - 1, 0);
}
/** A4, links of the cluster bus in both directions; also what shows a blocked bus port (A10). */
const links = {
    check: 'bus-links-up',
    claim: 'every node has a link of the cluster bus to every other',
    samples: linksSeen,
    holds: (snapshot) => `${linksSeen(snapshot)} links connected`,
    find: (snapshot) => snapshot.views.flatMap((view) => view.peers
        .filter((peer) => !peer.linked && !(0,cluster_nodes/* isMyself */.FS)(peer))
        .map((peer) => ({
        node: view.name,
        message: `${view.name} has no bus link to ${(0,redis_snapshot/* nameOf */.Vb)(snapshot, peer.id)} (${peer.host}:${peer.busPort})`,
        remedy: `Let pods of the cluster reach each other on port ${peer.busPort}: look at NetworkPolicies and firewalls.`,
    }))),
};

;// CONCATENATED MODULE: ./lib/stages/redis/ownership.js



/** A1. What each node claims for itself, added up; then each view's coverage. */
const slotOwners = {
    check: 'slots-owned-once',
    claim: `each of ${redis_slots/* SLOTS */._f} slots has exactly one owner, by the owners' own word and in every node's view`,
    holds: ({ views }) => `${redis_slots/* SLOTS */._f} slots owned once, seen by ${views.length} nodes`,
    find: (snapshot) => [...selfClaims(snapshot), ...snapshot.views.flatMap((view) => uncovered(view))],
};
function selfClaims({ views, silent }) {
    const owners = views.map((view) => ({ name: view.name, slots: (0,redis_snapshot/* selfOf */.KV)(view)?.slots ?? [] }));
    const held = owners.flatMap(({ slots }) => slots);
    const twice = (0,redis_slots/* heldTwice */.EQ)(held);
    // A silent node may be the owner of what nobody else claims.
    const none = silent.length > 0 ? [] : (0,redis_slots/* uncoveredBy */.DF)(held);
    const findings = none.length === 0
        ? []
        : [
            {
                message: `${(0,redis_slots/* describeSlots */.Js)(none)} (${(0,redis_slots/* slotCount */.EV)(none)}): no node owns them`,
                remedy: `Assign them: CLUSTER ADDSLOTSRANGE ${none[0]?.first} ${none[0]?.last} on a primary.`,
            },
        ];
    for (const range of twice) {
        const rivals = owners.filter(({ slots }) => slots.some(({ first, last }) => first <= range.last && last >= range.first));
        findings.push({
            ...(rivals[0] ? { node: rivals[0].name } : {}),
            message: `${(0,redis_slots/* describeSlots */.Js)([range])}: claimed by ${rivals.map(({ name }) => name).join(' and ')}`,
            remedy: 'Give the slots to one owner: CLUSTER SETSLOT <slot> NODE <id> on every primary, the right owner first.',
        });
    }
    return findings;
}
function uncovered(view) {
    const missing = (0,redis_slots/* uncoveredBy */.DF)(view.peers.flatMap(({ slots }) => slots));
    if (missing.length === 0)
        return [];
    return [
        {
            node: view.name,
            message: `${view.name} knows no owner of ${(0,redis_slots/* describeSlots */.Js)(missing)} (${(0,redis_slots/* slotCount */.EV)(missing)} of ${redis_slots/* SLOTS */._f})`,
            remedy: `Look at ${view.name}: CLUSTER NODES; the owner is lost to it, or nobody owns the slots.`,
        },
    ];
}
/** A5. Shards as wanted: primaries with slots, each with its replicas, slots spread evenly. */
const shape = {
    check: 'shards-complete',
    claim: 'each shard has one primary with slots and all its replicas',
    holds: ({ views }, { topology }) => `${topology.shards} primaries with ${(0,domain_amount/* amount */.v)(topology.replicasPerShard, 'replica')} each, seen by ${views.length} nodes`,
    find: (snapshot, { topology }) => snapshot.views.flatMap((view) => shapeOf(snapshot, view, topology.shards, topology.replicasPerShard)),
};
function shapeOf(snapshot, view, shards, replicas) {
    const primaries = view.peers.filter(({ role }) => role === 'primary');
    const owners = primaries.filter(({ slots }) => slots.length > 0);
    const fault = (message, remedy) => ({
        node: view.name,
        message: `${view.name} sees ${message}`,
        remedy,
    });
    const findings = [];
    if (owners.length !== shards)
        findings.push(fault(`${(0,domain_amount/* amount */.v)(owners.length, 'primary', 'primaries')} with slots, not ${shards}`, 'Complete the cluster, or say the topology that is meant.'));
    const empty = primaries.filter(({ slots }) => slots.length === 0);
    if (empty.length > 0) {
        findings.push(fault(`primary ${ownership_names(snapshot, empty)} without a slot`, 'Make it a replica (CLUSTER REPLICATE), or give it slots.'));
    }
    for (const owner of owners) {
        const own = view.peers.filter(({ primary }) => primary === owner.id).length;
        if (own !== replicas)
            findings.push(fault(`primary ${ownership_names(snapshot, [owner])} with ${(0,domain_amount/* amount */.v)(own, 'replica')}, not ${replicas}`, 'Attach the missing replicas: CLUSTER REPLICATE.'));
    }
    return [...findings, ...skew(snapshot, view, owners)];
}
/** Slots may differ by 5 % of an even share: moves after a scale-out leave a little more than one. */
function skew(snapshot, view, owners) {
    const even = redis_slots/* SLOTS */._f / Math.max(1, owners.length);
    return owners
        .filter(({ slots }) => Math.abs((0,redis_slots/* slotCount */.EV)(slots) - even) > Math.max(1, even * 0.05))
        .slice(0, 1)
        .map((owner) => ({
        node: view.name,
        message: `${view.name} sees ${(0,domain_amount/* amount */.v)((0,redis_slots/* slotCount */.EV)(owner.slots), 'slot')} on ${ownership_names(snapshot, [owner])}, an even share is ${Math.round(even)}`,
        remedy: 'Rebalance the slots over the primaries.',
    }));
}
function ownership_names(snapshot, peers) {
    return peers.map(({ id }) => (0,redis_snapshot/* nameOf */.Vb)(snapshot, id)).join(', ');
}
/** A7. Primaries with one epoch between them would both win a quarrel over a slot. */
const epochs = {
    check: 'epochs-distinct',
    claim: 'each primary has a configuration epoch of its own, and no node is behind its own',
    holds: ({ views }) => `distinct epochs in ${views.length} views`,
    find: ({ views }) => views.flatMap((view) => [...sameEpochs(view), ...oldEpoch(view)]).slice(0, 6),
};
function sameEpochs(view) {
    const owners = view.peers.filter(({ role, slots }) => role === 'primary' && slots.length > 0);
    const shared = owners.find(({ epoch, id }) => owners.some((other) => other.id !== id && other.epoch === epoch));
    if (shared === undefined)
        return [];
    return [
        {
            node: view.name,
            message: `${view.name} sees two primaries with epoch ${shared.epoch}`,
            remedy: 'Wait for the collision to be resolved, or run CLUSTER BUMPEPOCH on one of them.',
        },
    ];
}
function oldEpoch(view) {
    const current = Number(view.state['cluster_current_epoch'] ?? 0);
    const own = Number(view.state['cluster_my_epoch'] ?? 0);
    if (current >= own)
        return [];
    return [
        {
            node: view.name,
            message: `${view.name} is at epoch ${current} but claims ${own}`,
            remedy: 'Look at its nodes.conf: it is older than its data.',
        },
    ];
}
/** A8. A slot that was left half-way answers ASK for ever. */
const migrations = {
    check: 'no-open-slot',
    claim: 'no slot is half-way between two nodes',
    holds: ({ views }) => `no open slot on ${views.length} nodes`,
    find: ({ views }) => views.flatMap((view) => {
        const open = (0,redis_snapshot/* selfOf */.KV)(view)?.open ?? [];
        if (open.length === 0)
            return [];
        return [
            {
                node: view.name,
                message: `${view.name} has ${(0,domain_amount/* amount */.v)(open.length, 'open slot')} (slot ${open[0]?.slice(0, 20)})`,
                remedy: 'Finish the move, or close the slot: CLUSTER SETSLOT <slot> STABLE on both nodes.',
            },
        ];
    }),
};

;// CONCATENATED MODULE: ./lib/stages/redis/replication.js


/** A6. Both ends of each replication: the replica's word and the primary's. */
const replication = {
    check: 'replicas-in-sync',
    claim: 'every replica is linked to its primary, synchronised, and listed by it as online',
    holds: (snapshot) => `${(0,domain_amount/* amount */.v)(replicas(snapshot).length, 'replica')} online, at most ${(0,domain_amount/* amount */.v)(largestLag(snapshot), 'byte')} behind`,
    samples: (snapshot, { topology }) => (topology.replicasPerShard === 0 ? 1 : replicas(snapshot).length),
    find: (snapshot, { topology, maxLagBytes }) => [
        ...replicas(snapshot).flatMap((view) => linkFault(snapshot, view, maxLagBytes)),
        ...snapshot.views.flatMap((view) => attachedFault(view, topology.replicasPerShard)),
    ],
};
function replicas({ views }) {
    return views.filter((view) => (0,redis_snapshot/* selfOf */.KV)(view)?.role === 'replica');
}
function linkFault(snapshot, view, maxLagBytes) {
    const { name, replication: info } = view;
    const primaryId = (0,redis_snapshot/* selfOf */.KV)(view)?.primary ?? '';
    const primary = (0,redis_snapshot/* nameOf */.Vb)(snapshot, primaryId);
    if (info['master_link_status'] !== 'up') {
        const down = info['master_link_down_since_seconds'];
        const since = down === undefined || down === '-1' ? '' : ` for ${down} s`;
        const remedy = `Look at the log of ${name}: a wrong masterauth (it has to equal the primary's requirepass), or a blocked client port of ${primary}.`;
        return [{ node: name, message: `${name} has no replication link to ${primary}${since}`, remedy }];
    }
    if (info['master_sync_in_progress'] === '1') {
        return [
            {
                node: name,
                message: `${name} is still copying from ${primary}`,
                remedy: 'Give it more time, or set repl-diskless-sync-delay 0.',
            },
        ];
    }
    const lag = lagOf(snapshot, view);
    if (lag <= maxLagBytes)
        return [];
    return [
        {
            node: name,
            message: `${name} is ${(0,domain_amount/* amount */.v)(lag, 'byte')} behind ${primary}, ${maxLagBytes} are allowed`,
            remedy: 'Look at its processor and network: it applies slower than its primary writes.',
        },
    ];
}
/** Only a primary knows the offset that it has sent; a replica that is ahead of the older sample is not behind. */
function lagOf({ views }, view) {
    const primary = views.find(({ id }) => id === (0,redis_snapshot/* selfOf */.KV)(view)?.primary);
    const sent = Number(primary?.replication['master_repl_offset'] ?? 0);
    return Math.max(0, sent - Number(view.replication['slave_repl_offset'] ?? 0));
}
function largestLag(snapshot) {
    return Math.max(0, ...replicas(snapshot).map((view) => lagOf(snapshot, view)));
}
function attachedFault(view, wanted) {
    const self = (0,redis_snapshot/* selfOf */.KV)(view);
    if (self?.role !== 'primary' || self.slots.length === 0)
        return [];
    const online = view.attached.filter((replica) => replica.online).length;
    if (online === wanted)
        return [];
    return [
        {
            node: view.name,
            message: `${view.name} lists ${(0,domain_amount/* amount */.v)(online, 'replica')} as online, not ${wanted}`,
            remedy: `Look at INFO replication of ${view.name} and at its replicas' links.`,
        },
    ];
}

;// CONCATENATED MODULE: ./lib/stages/redis/structure.js





/** Tier A: all of these at the same look, from every node, or the cluster is not sound. */
const structureChecks = [
    slotOwners,
    agreement,
    nodeStates,
    membership,
    links,
    shape,
    replication,
    epochs,
    migrations,
];
/** Judges one snapshot. A fault is a fault whoever is silent; soundness needs every node's word. */
function judgeStructure(snapshot, expectation) {
    return structureChecks.map((check) => structure_judge(check, snapshot, expectation));
}
function structure_judge(check, snapshot, expectation) {
    const base = { check: check.check, claim: check.claim, requirement: 'horizontal-scaling' };
    const findings = snapshot.views.length === 0 ? [] : check.find(snapshot, expectation);
    if (findings.length > 0)
        return { ...base, verdict: 'fail', observed: describeFindings(findings), findings };
    const unseen = structure_blindness(snapshot, expectation) ?? emptiness(check, snapshot, expectation);
    if (unseen !== undefined) {
        const remedy = 'Mend what fails, make every node reachable from the probe, then run the stage again.';
        return { ...base, verdict: 'inconclusive', observed: unseen, findings, remedy };
    }
    return { ...base, verdict: 'pass', observed: check.holds(snapshot, expectation), findings };
}
/** Why a snapshot is not the whole cluster's; undefined when it is. */
function structure_blindness({ views, silent }, { addresses }) {
    if (views.length > 0 && silent.length === 0)
        return undefined;
    const reasons = silent.slice(0, 4).map(({ name, error }) => `${name}: ${error}`);
    return `only ${views.length} of ${addresses.length} nodes told their view (${reasons.join('; ') || 'none was asked'})`;
}
function emptiness({ samples }, snapshot, expectation) {
    return samples?.(snapshot, expectation) === 0 ? 'there is none to look at' : undefined;
}
/** True when every property holds on every node. */
function isSound(judgements) {
    return judgements.length > 0 && judgements.every(({ verdict }) => verdict === 'pass');
}

;// CONCATENATED MODULE: ./lib/stages/redis/settling.js



/** Looks at every node again and again until the cluster is sound and stays so, or time is over. */
async function settling_settle(nodes, clock, expectation, options, signal) {
    const names = expectation.addresses.map(({ name }) => name);
    const deadline = clock.monotonic() + options.withinMs;
    const heldFrom = {};
    let soundAt;
    let breaks = 0;
    for (let looks = 1;; looks++) {
        if (signal.aborted)
            throw (0,domain_error/* cancelled */.KW)('the Redis Cluster was settling');
        const snapshot = await (0,redis_snapshot/* takeSnapshot */.W9)(nodes, names, options.answerMs);
        const at = clock.monotonic();
        const judgements = judgeStructure(snapshot, expectation);
        for (const { check, verdict } of judgements) {
            if (verdict !== 'pass')
                delete heldFrom[check];
            else
                heldFrom[check] ??= Math.round(at - options.since);
        }
        const sound = isSound(judgements);
        if (!sound && soundAt !== undefined)
            breaks++;
        soundAt = sound ? (soundAt ?? at) : undefined;
        const held = soundAt !== undefined && at - soundAt >= options.holdMs;
        if (held || at >= deadline) {
            const soundAfterMs = soundAt === undefined ? undefined : Math.round(soundAt - options.since);
            return { judgements, snapshot, heldFrom, soundAfterMs, held, breaks, looks };
        }
        await clock.sleep(sound ? Math.max(options.everyMs, 100) : options.everyMs, signal);
    }
}

;// CONCATENATED MODULE: ./lib/stages/redis/way.js
/** What may come on top of the time that nodes have to answer, milliseconds: timers that are late, an answer on its way. */
const way_graceMs = 1000;
/** Calls of one node may follow each other, and each has the whole time. */
function mostInRow(calls) {
    const perNode = new Map();
    for (const { node } of calls)
        perNode.set(node, (perNode.get(node) ?? 0) + 1);
    return Math.max(1, ...perNode.values());
}
function stoodStill(overtimes, since) {
    const late = overtimes.filter(({ endedAt }) => endedAt >= since).map(({ ms }) => Math.round(ms));
    return { totalMs: late.reduce((sum, ms) => sum + ms, 0), longestMs: Math.max(0, ...late) };
}
/**
 * The probe with a clock beside its calls. One that comes back later than any node may answer was held up on its way, by
 * the API server or the network between: what it took beyond that is no node's, and is told as a standstill of the way.
 */
function timedWay(probe, clock) {
    const overtimes = [];
    const nodes = {
        use: (addresses) => probe.nodes.use(addresses),
        close: () => probe.nodes.close(),
        async call(calls, timeoutMs) {
            const begun = clock.monotonic();
            const replies = await probe.nodes.call(calls, timeoutMs);
            const endedAt = clock.monotonic();
            const ms = endedAt - begun - timeoutMs * mostInRow(calls) - way_graceMs;
            if (ms > 0)
                overtimes.push({ endedAt, ms });
            return replies;
        },
    };
    const pulse = {
        who: 'the way to the nodes',
        stoodStill: async (lastMs) => stoodStill(overtimes, clock.monotonic() - lastMs),
    };
    const { load, where, pulses } = probe;
    return { nodes, load, where, pulses: [...pulses, pulse], close: () => probe.close() };
}

;// CONCATENATED MODULE: ./lib/stages/redis/workbench.js



/** Milliseconds that one node may take for an ordinary answer. */
const ANSWER_MS = 2000;
/** Bytes that a replica may lag while nothing much is written. */
const MAX_LAG_BYTES = 1_048_576;
const LOOK_EVERY_MS = 40;
function openWorkbench(spec, ground, clock, log, context) {
    return {
        spec,
        ground: { ...ground, probe: timedWay(ground.probe, clock) },
        clock,
        log,
        context,
        hosted: [],
        addresses: [],
        topology: (0,redis_spec/* topologyOf */.dA)(spec),
        nodeTimeoutMs: spec.nodeTimeoutMs,
        deposed: new Map(),
    };
}
function expectationOf({ topology, addresses }) {
    return { topology, addresses, maxLagBytes: MAX_LAG_BYTES };
}
/** Waits for the cluster to be sound and to stay so; times count from `since`, or from now. */
function settleBench(bench, holdMs, withinMs, since) {
    const { ground, clock, context } = bench;
    const options = { withinMs, holdMs, everyMs: LOOK_EVERY_MS, answerMs: ANSWER_MS, since: since ?? clock.monotonic() };
    return settling_settle(ground.probe.nodes, clock, expectationOf(bench), options, context.signal);
}
function machineOf({ hosted }, name) {
    return hosted.find((node) => node.name === name)?.machine;
}

;// CONCATENATED MODULE: ./lib/stages/redis/arrival.js




const arrival_LOOK_EVERY_MS = 250;
/** A node in trouble that waiting does not mend is waited for no longer than this. */
const HOPELESS_MS = 20_000;
/**
 * Waits until all nodes have an address and answer PING from where the probe is; keeps their addresses on the bench.
 * `changed` waits for other incarnations than these, after a restart.
 */
async function awaitNodes(bench, changed = new Set()) {
    const { ground, clock, context, log, spec } = bench;
    const begun = clock.monotonic();
    const wanted = nodesTotal(bench.topology);
    let said = '';
    let troubledAt;
    for (;;) {
        if (context.signal.aborted)
            throw (0,domain_error/* cancelled */.KW)('waiting for Redis nodes');
        bench.hosted = (await ground.hosts.nodes(context.signal)).filter(({ incarnation }) => !changed.has(incarnation));
        bench.addresses = bench.hosted.flatMap(({ address }) => address ?? []);
        const mute = await unanswered(bench);
        if (complete(bench, wanted) && mute.length === 0)
            return arrived(bench, clock.monotonic() - begun);
        const now = clock.monotonic();
        troubledAt = bench.hosted.some(({ trouble }) => trouble !== undefined) ? (troubledAt ?? now) : undefined;
        const hopeless = troubledAt !== undefined && now - troubledAt > HOPELESS_MS;
        if (hopeless || now - begun > spec.timeoutSeconds * 1000)
            return missing(bench, wanted, mute, now - begun);
        const progress = `${bench.addresses.length - mute.length} of ${wanted} Redis nodes answer`;
        if (progress !== said)
            log.progress(progress);
        said = progress;
        await clock.sleep(arrival_LOOK_EVERY_MS, context.signal);
    }
}
/** A cluster that is taken as it is may have more nodes than was said; that is for the structure's judgement to say. */
function complete({ addresses, hosted, spec }, wanted) {
    if (addresses.length === wanted)
        return hosted.length === wanted;
    return spec.mode === 'verify' && addresses.length > wanted && hosted.length === addresses.length;
}
/** A node that answers anything but a refusal of our password is there; LOADING will pass. */
async function unanswered({ ground, addresses }) {
    await ground.probe.nodes.use(addresses);
    const replies = await ground.probe.nodes.call(addresses.map(({ name }) => ({ node: name, args: ['PING'] })), ANSWER_MS);
    return addresses.flatMap(({ name, host, port }, index) => {
        const reply = replies[index];
        if (reply?.ok)
            return [];
        const message = `${name} (${host}:${port}) does not answer: ${reply?.ok === false ? reply.error : 'no reply'}`;
        return [
            {
                node: name,
                message,
                remedy: 'Look at the node\u2019s log, at the password, and at NetworkPolicies between the probe and it.',
            },
        ];
    });
}
const claim = 'all nodes run and answer the probe';
function arrived({ addresses }, ms) {
    const observed = `${addresses.length} of ${addresses.length} nodes answered PING after ${(ms / 1000).toFixed(1)} s`;
    return { check: 'nodes-answer', claim, requirement: 'containers', verdict: 'pass', observed, findings: [] };
}
/** A node that the orchestrator holds for broken is a fault; one that just does not answer may be our own blindness. */
function missing({ hosted, addresses, topology }, wanted, mute, waitedMs) {
    const broken = hosted.flatMap(arrival_troubleOf);
    const absent = hosted.length === wanted
        ? []
        : [
            {
                message: `${hosted.length} of ${wanted} nodes exist for ${topology.shards} shards`,
                remedy: 'Say the topology that is there (redis-shards, redis-replicas-per-shard), or add the missing nodes.',
            },
        ];
    const findings = [...broken, ...absent, ...mute];
    return {
        check: 'nodes-answer',
        claim,
        requirement: 'containers',
        verdict: broken.length > 0 ? 'fail' : 'inconclusive',
        observed: `${addresses.length - mute.length} of ${wanted} nodes answered within ${Math.round(waitedMs / 1000)} s: ${describeFindings(findings) || 'the others have no address'}`,
        findings,
        remedy: 'Give the nodes more time (redis timeout), or room to be scheduled.',
    };
}
function arrival_troubleOf({ name, trouble }) {
    return trouble === undefined
        ? []
        : [{ node: name, message: `${name}: ${trouble}`, remedy: `Mend what stops ${name}.` }];
}

;// CONCATENATED MODULE: ./lib/stages/redis/standstill.js
/**
 * Part of a measured time for which an observer may have stood still while a missed limit is still the cluster's
 * fault. From a fifth on, or where the standing still alone makes up for the excess, nobody can say whose it was.
 */
const STOOD_STILL_SHARE = 0.2;
/** The longest standstill of all observers since a monotonic time. */
async function blackoutSince({ ground, clock }, since) {
    const ofMs = Math.round(clock.monotonic() - since);
    const all = await Promise.all(ground.probe.pulses.map((pulse) => one(pulse, ofMs)));
    return all.toSorted((a, b) => b.totalMs - a.totalMs)[0];
}
async function one(pulse, ofMs) {
    return { who: pulse.who, ...(await pulse.stoodStill(ofMs)), ofMs };
}
/** `the probe itself stood still for 5.8 s of 12.2 s`. */
function describeBlackout({ who, totalMs, ofMs }) {
    return `${who} itself stood still for ${(totalMs / 1000).toFixed(1)} s of ${(ofMs / 1000).toFixed(1)} s`;
}
const blackoutRemedy = 'Run it where a processor is free: neither the cluster nor its fault can be told from the machine here.';
/** Whether a time that was too long, or an end that was not seen at all, may be the observer's own doing. */
function mayExplain(blackout, value, limit) {
    if (blackout === undefined || blackout.totalMs === 0)
        return false;
    const measured = value ?? blackout.ofMs;
    return blackout.totalMs >= measured * STOOD_STILL_SHARE || (value !== undefined && blackout.totalMs >= value - limit);
}
/** Whether so much may have been missed during one standstill that a time within its limit was not. */
function mayHide(blackout, value, limit) {
    return blackout !== undefined && blackout.longestMs > 0 && value + blackout.longestMs > limit;
}

;// CONCATENATED MODULE: ./lib/stages/redis/event.js


function limitsOf(budgets, planned) {
    return {
        promoteMs: planned ? budgets.maxPlannedFailoverMs : budgets.maxFailoverMs,
        lostAcks: budgets.maxLostAcks,
        lostWaitedAcks: budgets.maxLostWaitedAcks,
        errorWindowMs: planned ? budgets.maxPlannedFailoverMs : budgets.maxErrorWindowMs,
        collateralMs: budgets.maxCollateralMs,
        ttlDriftMs: budgets.maxTtlDriftMs,
    };
}
/** Compares what an event cost with what it may cost. */
function judgeEvent(event, limits) {
    const rows = costsOf(event, limits).map((cost) => event_row(event, cost));
    return [...rows, recovery(event)].flatMap((judgement) => judgement ?? []);
}
function costsOf({ promoteMs, load }, limits) {
    const { lost, lostWaited, plain, collateralMs } = load;
    return [
        {
            name: 'promoted',
            claim: 'its slots are served again in time, by a replica or by itself started again',
            ...{ value: promoteMs, limit: limits.promoteMs, unit: 'ms', samples: 1 },
        },
        {
            name: 'lost-acks',
            claim: 'no acknowledged session is lost',
            ...{ value: lost.lost + lost.unread, limit: limits.lostAcks, unit: 'writes', samples: lost.acked },
        },
        {
            name: 'lost-waited-acks',
            claim: 'no session acknowledged with WAIT 1 is lost',
            value: lostWaited.lost + lostWaited.unread,
            ...{ limit: limits.lostWaitedAcks, unit: 'writes', samples: lostWaited.acked },
        },
        {
            name: 'error-window',
            claim: 'writes fail for no longer than allowed',
            ...{ value: plain.errorWindowMs, limit: limits.errorWindowMs, unit: 'ms', samples: plain.sent },
        },
        {
            name: 'collateral',
            claim: 'the other shards go on',
            ...{ value: collateralMs, limit: limits.collateralMs, unit: 'ms', samples: plain.acked },
        },
        {
            name: 'ttl-drift',
            claim: 'sessions keep their expiry',
            ...{ value: lost.ttlDriftMs, limit: limits.ttlDriftMs, unit: 'ms', samples: lost.acked },
        },
    ];
}
const event_remedies = {
    promoted: 'Shorten cluster-node-timeout, or raise the budget; look at the log of the replicas.',
    'lost-acks': 'Write what must not be lost with WAIT 1, or set min-replicas-to-write 1.',
    'lost-waited-acks': 'Look at the replicas: an acknowledged copy was not on the one that was promoted.',
    'error-window': 'Fail over before a node stops (preStop), or shorten cluster-node-timeout.',
    collateral: 'Set cluster-require-full-coverage no, so that one lost shard does not stop the others.',
    'ttl-drift': 'Look at the clocks of the machines.',
};
/** One measured number beside its budget. A number out of no samples says nothing. */
function event_row(event, { name, claim, value, limit, unit, samples }) {
    if (limit === undefined)
        return undefined;
    const base = {
        check: `${event.behaviour}-${name}`,
        claim: `${event.behaviour} of ${event.target}: ${claim}`,
        requirement: 'horizontal-scaling',
    };
    if (samples === 0) {
        return {
            ...base,
            verdict: 'inconclusive',
            observed: 'no write was answered, so nothing can be said',
            findings: [],
            remedy: 'Look at the probe: it could not write before the event.',
        };
    }
    const of = unit === 'writes' ? ` of ${samples} acknowledged` : '';
    const seen = value === undefined
        ? `not seen within ${limit} ${unit}`
        : `${unit === 'writes' ? (0,domain_amount/* amount */.v)(value, 'write') : `${value} ${unit}`}${of}, ${limit} allowed`;
    const kept = value !== undefined && value <= limit;
    const blackout = unit === 'ms' ? blinding(event, name, value, limit) : undefined;
    if (blackout !== undefined)
        return unclear(base, `${seen}, but ${describeBlackout(blackout)}`);
    if (kept)
        return { ...base, verdict: 'pass', observed: seen, findings: [] };
    return {
        ...base,
        verdict: 'fail',
        observed: seen,
        findings: [
            { node: event.target, message: `${event.behaviour} of ${event.target}: ${seen}`, remedy: event_remedies[name] ?? '' },
        ],
    };
}
/** The observer's standing still, where it may be the reason for a miss or may have hidden one. */
function blinding({ load: { blackout } }, name, value, limit) {
    if (value === undefined || value > limit)
        return mayExplain(blackout, value, limit) ? blackout : undefined;
    // Writes that nobody sent could not fail; the other times are seen late, so never too short.
    return name === 'error-window' && mayHide(blackout, value, limit) ? blackout : undefined;
}
function unclear(base, observed) {
    return { ...base, verdict: 'inconclusive', observed, findings: [], remedy: blackoutRemedy };
}
function recovery({ behaviour, target, soundAfterMs, load: { blackout } }) {
    const base = {
        check: `${behaviour}-recovered`,
        claim: `after ${behaviour} of ${target} the cluster is sound again`,
        requirement: 'horizontal-scaling',
    };
    if (soundAfterMs !== undefined)
        return { ...base, verdict: 'pass', observed: `sound after ${soundAfterMs} ms`, findings: [] };
    if (blackout !== undefined && mayExplain(blackout, undefined, 0))
        return unclear(base, `not sound within the time, but ${describeBlackout(blackout)}`);
    return {
        ...base,
        verdict: 'fail',
        observed: 'not sound within the time',
        findings: [
            {
                node: target,
                message: `after ${behaviour} of ${target} the cluster did not become sound`,
                remedy: 'Look at CLUSTER NODES of each node.',
            },
        ],
    };
}

;// CONCATENATED MODULE: ./lib/stages/redis/promotion.js



const promotion_LOOK_EVERY_MS = 25;
/** A node that was harmed does not answer; nobody waits for it. */
const GLANCE_MS = 300;
/** How often the orchestrator is asked whether the node is back under another address. */
const HOSTS_EVERY_MS = 1000;
/**
 * Watches who owns a slot, by the owners' own word. The old owner counts only after it was gone: it may be back before
 * anybody holds it for failed. Undefined when time is over.
 */
async function awaitPromotion(bench, old, slot, withinMs) {
    const { ground, clock, context } = bench;
    const begun = clock.monotonic();
    const before = bench.hosted.find(({ name }) => name === old)?.incarnation;
    let wasGone = false;
    let asked = begun;
    for (;;) {
        if (context.signal.aborted)
            throw (0,domain_error/* cancelled */.KW)('a replica was being promoted');
        const seen = await (0,redis_snapshot/* takeSnapshot */.W9)(ground.probe.nodes, bench.addresses.map(({ name }) => name), GLANCE_MS);
        const owner = ownerIn(seen, slot, wasGone ? undefined : old);
        const ms = Math.round(clock.monotonic() - begun);
        if (owner !== undefined) {
            bench.deposed.set(old, clock.monotonic());
            return { promoted: owner.name, ms };
        }
        if (ms > withinMs)
            return undefined;
        wasGone ||= seen.silent.some(({ name }) => name === old);
        if (clock.monotonic() - asked > HOSTS_EVERY_MS) {
            asked = clock.monotonic();
            wasGone = (await follow(bench, old, before)) || wasGone;
        }
        await clock.sleep(promotion_LOOK_EVERY_MS, context.signal);
    }
}
function ownerIn({ views }, slot, except) {
    const claimants = views.filter((view) => view.name !== except && serves(view, slot));
    return claimants.toSorted((a, b) => ((0,redis_snapshot/* selfOf */.KV)(b)?.epoch ?? 0) - ((0,redis_snapshot/* selfOf */.KV)(a)?.epoch ?? 0))[0];
}
function serves(view, slot) {
    const self = (0,redis_snapshot/* selfOf */.KV)(view);
    return self?.role === 'primary' && (0,redis_slots/* hasSlot */.P2)(self.slots, slot) && view.state['cluster_state'] === 'ok';
}
/** Speaks to a node under its newest address; true when it was started again. */
async function follow(bench, name, before) {
    const found = (await bench.ground.hosts.nodes(bench.context.signal)).find((node) => node.name === name);
    const address = found?.address;
    if (address === undefined)
        return false;
    if (bench.addresses.some((known) => known.name === name && known.host !== address.host)) {
        bench.addresses = bench.addresses.map((known) => (known.name === name ? address : known));
        await bench.ground.probe.nodes.use(bench.addresses);
    }
    return found?.incarnation !== before;
}

;// CONCATENATED MODULE: ./lib/stages/redis/placement.js
/** What a replica costs at a shard: sharing its primary's machine outweighs every number of shared replicas. */
const BESIDE_PRIMARY = 10_000;
/**
 * Roles for all members: primaries spread over the machines, replicas away from their primary while there is room,
 * and a shard's replicas away from each other. First come, then pairs swapped while that makes it better.
 */
function planPlacement(members, topology, standing) {
    const primaries = choosePrimaries(members, topology.shards, standing);
    const free = members.filter(({ name }) => !primaries.includes(name) && standing.replicas[name] === undefined);
    const kept = primaries.map((primary) => Object.keys(standing.replicas).filter((name) => standing.replicas[name] === primary));
    const machineOf = machinesOf(members);
    const places = primaries.map((primary, index) => ({ primary, kept: kept[index] ?? [], taken: [] }));
    for (const { name } of free) {
        const open = places.filter(({ kept: old, taken }) => old.length + taken.length < topology.replicasPerShard);
        const best = open.toSorted((a, b) => cost(a, name, machineOf) - cost(b, name, machineOf))[0];
        best?.taken.push(name);
    }
    while (swapOnce(places, machineOf))
        ;
    return places.map(({ primary, kept: old, taken }) => ({ primary, replicas: [...old, ...taken] }));
}
function machinesOf(members) {
    const machines = new Map(members.map(({ name, machine }) => [name, machine]));
    return (name) => machines.get(name);
}
/** One by one from the machine that has the fewest primaries so far; a machine with more members gives first. */
function choosePrimaries(members, shards, standing) {
    const chosen = [...standing.primaries];
    const machineOf = machinesOf(members);
    const load = (machine) => chosen.filter((name) => machineOf(name) === machine).length;
    const size = (machine) => members.filter((member) => member.machine === machine).length;
    while (chosen.length < shards) {
        const free = members.filter(({ name }) => !chosen.includes(name) && standing.replicas[name] === undefined);
        const next = free.toSorted((a, b) => load(a.machine) - load(b.machine) || size(b.machine) - size(a.machine))[0];
        if (next === undefined)
            break;
        chosen.push(next.name);
    }
    return chosen;
}
function cost({ primary, kept, taken }, name, machineOf) {
    const machine = machineOf(name);
    const beside = machine !== undefined && machine === machineOf(primary) ? BESIDE_PRIMARY : 0;
    const together = [...kept, ...taken].filter((other) => other !== name && machineOf(other) === machine).length;
    return beside + together;
}
function total(place, machineOf) {
    return place.taken.reduce((sum, name) => sum + cost(place, name, machineOf), 0);
}
/** Swaps the first pair of replicas whose swap makes both shards together better off. */
function swapOnce(places, machineOf) {
    for (const a of places) {
        for (const b of places) {
            for (let i = 0; i < a.taken.length; i++) {
                for (let j = 0; j < b.taken.length; j++) {
                    const before = total(a, machineOf) + total(b, machineOf);
                    exchange(a, i, b, j);
                    if (total(a, machineOf) + total(b, machineOf) < before)
                        return true;
                    exchange(a, i, b, j);
                }
            }
        }
    }
    return false;
}
function exchange(a, i, b, j) {
    const [left, right] = [a.taken[i], b.taken[j]];
    if (left === undefined || right === undefined)
        return;
    a.taken[i] = right;
    b.taken[j] = left;
}
/** Replicas that share their primary's machine. */
function besidePrimary(plan, members) {
    const machineOf = machinesOf(members);
    return plan.flatMap(({ primary, replicas }) => replicas.flatMap((replica) => {
        const machine = machineOf(primary);
        return machine !== undefined && machine === machineOf(replica) ? [{ primary, replica, machine }] : [];
    }));
}

;// CONCATENATED MODULE: ./lib/stages/redis/placement-checks.js




/** The shards as they are, by names. */
function shardsIn(snapshot) {
    return snapshot.views.flatMap((view) => {
        const self = (0,redis_snapshot/* selfOf */.KV)(view);
        if (self?.role !== 'primary' || self.slots.length === 0)
            return [];
        const replicas = snapshot.views.filter((other) => (0,redis_snapshot/* selfOf */.KV)(other)?.primary === view.id).map(({ name }) => name);
        return [{ primary: (0,redis_snapshot/* nameOf */.Vb)(snapshot, view.id), replicas }];
    });
}
/** B1 and B2: what one lost machine takes along. Judged against what the machines would have allowed. */
function judgePlacement(shards, members, topology) {
    const machines = new Set(members.flatMap(({ machine }) => machine ?? []));
    const hidden = members.filter(({ machine }) => machine === undefined).length;
    const unseen = `nobody knows on which machine ${hidden} of ${(0,domain_amount/* amount */.v)(members.length, 'node')} run`;
    if (machines.size === 0)
        return [unknown('primary-apart', unseen), unknown('majority-apart', unseen)];
    // One machine allows one placement: there is nothing to judge, and `limitsOfProof` says so.
    if (machines.size === 1)
        return [];
    const judged = [apart(shards, members, topology), ...majority(shards, members, machines)];
    if (hidden === 0 && shards.length > 0)
        return judged;
    // What is seen to be wrong is wrong; nothing is in order that was not seen.
    const why = shards.length === 0 ? 'no node owns a slot' : unseen;
    return judged.map((one) => (one.verdict === 'pass' ? unknown(one.check, why) : one));
}
const placement_checks_claims = {
    'primary-apart': 'no replica shares the machine of its primary while there is room',
    'majority-apart': 'no machine holds a majority of the primaries, whose votes a failover needs',
};
function unknown(check, observed) {
    return {
        check,
        claim: placement_checks_claims[check],
        requirement: 'horizontal-scaling',
        verdict: 'inconclusive',
        observed,
        findings: [],
        remedy: 'Let the gate see the pods of the nodes.',
    };
}
function apart(shards, members, topology) {
    const base = {
        check: 'primary-apart',
        claim: placement_checks_claims['primary-apart'],
        requirement: 'horizontal-scaling',
    };
    const pairs = besidePrimary(shards, members);
    // The best that these members on these machines could be: what even that cannot avoid is no fault of the roles.
    const unavoidable = besidePrimary(planPlacement(members, topology, { primaries: [], replicas: {} }), members).length;
    if (pairs.length <= unavoidable) {
        const observed = pairs.length === 0
            ? `${(0,domain_amount/* amount */.v)(shards.length, 'primary', 'primaries')}, none beside a replica of its own`
            : `${(0,domain_amount/* amount */.v)(pairs.length, 'replica')} beside ${pairs.length === 1 ? 'its' : 'their'} primary, as many as ${members.length} nodes on these machines cannot avoid`;
        return { ...base, verdict: 'pass', observed, findings: [] };
    }
    const findings = pairs.map(({ primary, replica, machine }) => ({
        node: replica,
        message: `${replica} runs beside its primary ${primary} on ${machine}`,
        remedy: `Let ${replica} follow a primary on another machine (CLUSTER REPLICATE), or spread the pods.`,
    }));
    return {
        ...base,
        verdict: 'fail',
        observed: `${describeFindings(findings)}; ${unavoidable} would be unavoidable`,
        findings,
    };
}
function majority(shards, members, machines) {
    const base = {
        check: 'majority-apart',
        claim: placement_checks_claims['majority-apart'],
        requirement: 'horizontal-scaling',
    };
    const needed = Math.floor(shards.length / 2) + 1;
    const held = [...machines].map((machine) => {
        const own = shards.filter(({ primary }) => members.find(({ name }) => name === primary)?.machine === machine);
        return { machine, own: own.map(({ primary }) => primary) };
    });
    const heavy = held.filter(({ own }) => own.length >= needed);
    if (heavy.length === 0) {
        const most = Math.max(...held.map(({ own }) => own.length));
        return [
            {
                ...base,
                verdict: 'pass',
                observed: `at most ${most} of ${shards.length} primaries on one machine`,
                findings: [],
            },
        ];
    }
    // Two machines leave no other way with three primaries.
    if (machines.size < Math.ceil(shards.length / Math.max(1, needed - 1)))
        return [];
    const observed = heavy
        .map(({ machine, own }) => `${machine} holds ${own.join(' and ')}, ${own.length} of ${shards.length} primaries`)
        .join('; ');
    const findings = heavy.flatMap(({ machine, own }) => own.slice(0, 1).map((node) => ({
        node,
        message: observed,
        remedy: `Move a primary away from ${machine}: CLUSTER FAILOVER on a replica elsewhere.`,
    })));
    return [{ ...base, verdict: 'fail', observed, findings }];
}
/** B15 and B16: how the nodes are kept. Only what can be seen is judged. */
function judgeHosting(facts) {
    return hostedAs(facts).flatMap(({ check, claim, holds, lack, remedy }) => {
        const requirement = check === 'kept-inside' ? 'exposure' : 'containers';
        const base = { check, claim, requirement };
        if (holds === undefined)
            return [];
        if (holds)
            return [{ ...base, verdict: 'pass', observed: 'seen', findings: [] }];
        return [{ ...base, verdict: 'fail', observed: lack, findings: [{ message: lack, remedy }] }];
    });
}
function hostedAs(facts) {
    return [
        {
            check: 'disruption-budget',
            claim: 'a disruption budget keeps voluntary evictions from taking several nodes',
            holds: facts.disruptionBudget,
            lack: 'no PodDisruptionBudget selects the nodes',
            remedy: 'Add a PodDisruptionBudget with maxUnavailable 1.',
        },
        {
            check: 'orderly-stop',
            claim: 'a primary hands over before it stops, and has the time for it',
            holds: orderly(facts),
            lack: 'there is no preStop hook, or less than 10 s of grace',
            remedy: 'Add a preStop hook that runs CLUSTER FAILOVER on a replica, and 15 s of grace or more.',
        },
        {
            check: 'readiness',
            claim: 'readiness is asked of Redis',
            holds: facts.readinessProbe,
            lack: 'there is no readiness probe',
            remedy: 'Add a readiness probe that reads cluster_state each time.',
        },
        {
            check: 'kept-inside',
            claim: 'a network policy lets only the service and the nodes themselves in',
            holds: facts.isolated,
            lack: 'no NetworkPolicy selects the nodes: every pod can reach them',
            remedy: 'Add a NetworkPolicy that allows the client port from the service and both ports between the nodes.',
        },
    ];
}
function orderly({ preStop, graceSeconds }) {
    if (preStop === undefined || graceSeconds === undefined)
        return undefined;
    return preStop && graceSeconds >= 10;
}
/** What no run in this environment can show. */
function limitsOfProof(members, facts) {
    const machines = new Set(members.flatMap(({ machine }) => machine ?? [])).size;
    const notes = [];
    if (machines < 3)
        notes.push({
            kind: 'cannot-prove',
            text: `the nodes run on ${machines} of ${(0,domain_amount/* amount */.v)(facts.machines.length, 'machine')}: whether the loss of one is survived cannot be shown here`,
        });
    return notes;
}

;// CONCATENATED MODULE: ./lib/stages/redis/shard-traffic.js





const TTL_SECONDS = 120;
/** Milliseconds for all copies: what is asked is whether they come, and not how soon; the lag is judged elsewhere. */
const COPIES_MS = 10_000;
/** Who owns which slots now, with the replicas that follow. */
async function shardsOf({ ground, addresses }) {
    const snapshot = await (0,redis_snapshot/* takeSnapshot */.W9)(ground.probe.nodes, addresses.map(({ name }) => name), ANSWER_MS);
    return snapshot.views.flatMap((view) => {
        const range = (0,redis_snapshot/* selfOf */.KV)(view)?.slots[0];
        if ((0,redis_snapshot/* selfOf */.KV)(view)?.role !== 'primary' || range === undefined)
            return [];
        const replicas = snapshot.views.filter((other) => (0,redis_snapshot/* selfOf */.KV)(other)?.primary === view.id).map(({ name }) => name);
        return [{ name: view.name, range, replicas, epoch: (0,redis_snapshot/* selfOf */.KV)(view)?.epoch ?? 0 }];
    });
}
/** Writes a session through each primary with a key of its own slots, and reads value and expiry from every copy. */
async function writeAndRead(bench) {
    const { nodes } = bench.ground.probe;
    const owners = await shardsOf(bench);
    const findings = [];
    let copies = 0;
    for (const owner of owners) {
        const key = (0,redis_slots/* keyWithin */.hF)(owner.range, `scale-gate:shard:${owner.name}:`);
        const replies = await nodes.call([
            ['SET', key, owner.name, 'EX', String(TTL_SECONDS)],
            ['WAIT', String(owner.replicas.length), String(COPIES_MS)],
        ].map((args) => ({ node: owner.name, args })), COPIES_MS + ANSWER_MS);
        const [set, wait] = replies;
        if (set?.ok !== true)
            findings.push(fault(owner, `refused a write of its own slot: ${wordsOf(set)}`));
        else if (Number(wait?.ok === true ? wait.value : 0) < owner.replicas.length) {
            findings.push(fault(owner, `${wait?.ok === true ? wait.value : 0} of ${(0,domain_amount/* amount */.v)(owner.replicas.length, 'replica')} had a write within ${COPIES_MS / 1000} s`));
        }
        const calls = readCalls(owner, key);
        const read = await nodes.call(calls, ANSWER_MS);
        copies += owner.replicas.length + 1;
        findings.push(...readFaults(owner, read));
        await nodes.call([{ node: owner.name, args: ['DEL', key] }], ANSWER_MS);
    }
    return {
        check: 'write-and-read',
        claim: 'a session written through each primary is read with its value and expiry from the primary and every replica',
        requirement: 'horizontal-scaling',
        verdict: findings.length > 0 ? 'fail' : owners.length === 0 ? 'inconclusive' : 'pass',
        observed: findings.length > 0
            ? describeFindings(findings)
            : `${(0,domain_amount/* amount */.v)(owners.length, 'shard')}, ${(0,domain_amount/* amount */.v)(copies, 'copy', 'copies')} read`,
        findings,
        remedy: 'Form the cluster first: no node owns a slot.',
    };
}
function readCalls({ name, replicas }, key) {
    return [name, ...replicas].flatMap((node) => [
        // READONLY is the connection's: without it a replica answers MOVED.
        { node, lane: 'read', args: ['READONLY'] },
        { node, lane: 'read', args: ['GET', key] },
        { node, lane: 'read', args: ['PEXPIRETIME', key] },
    ]);
}
function readFaults(owner, replies) {
    const [expiry] = [replies[2]].map((reply) => (reply?.ok ? Number(reply.value) : 0));
    return [owner.name, ...owner.replicas].flatMap((node, index) => {
        const [value, expires] = [replies[index * 3 + 1], replies[index * 3 + 2]];
        if (value?.ok !== true || value.value !== owner.name)
            return [fault(owner, `${node} gives ${wordsOf(value)} for the value`, node)];
        if (expires?.ok !== true || Number(expires.value) !== expiry || Number(expires.value) <= 0) {
            return [fault(owner, `${node} has the expiry ${wordsOf(expires)}, the primary ${expiry}`, node)];
        }
        return [];
    });
}
function fault({ name, range }, what, node = name) {
    return {
        node,
        message: `shard of ${name} (${(0,redis_slots/* describeSlots */.Js)([range])}): ${what}`,
        remedy: `Look at INFO replication and the log of ${node}.`,
    };
}
function wordsOf(reply) {
    if (reply === undefined)
        return 'nothing';
    return reply.ok ? JSON.stringify(reply.value) : reply.error;
}

;// CONCATENATED MODULE: ./lib/stages/redis/turn.js

/** The shard whose turn it is: the one whose roles changed longest ago, once it can be voted for. */
async function nextShard(bench) {
    const shards = (await shardsOf(bench)).filter(({ replicas }) => replicas.length > 0);
    const shard = shards.toSorted((a, b) => a.epoch - b.epoch)[0];
    if (shard !== undefined)
        await votesFor(bench, [shard.name, ...shard.replicas]);
    return shard;
}
/**
 * Waits until the primaries may vote for these members again. A primary votes for no second failover of one shard
 * within two node timeouts (cluster.c, clusterSendFailoverAuthIfNeeded); whoever asks for one before just stops the
 * shard's writes for five seconds. So shards take turns, and where that is not enough we wait.
 */
async function votesFor(bench, members) {
    const last = Math.max(...members.map((name) => bench.deposed.get(name) ?? Number.NEGATIVE_INFINITY));
    const left = last + bench.nodeTimeoutMs * 2 + 500 - bench.clock.monotonic();
    if (left > 0)
        await bench.clock.sleep(left, bench.context.signal);
}

;// CONCATENATED MODULE: ./lib/stages/redis/roles.js





/** A manual failover gives itself up after five seconds. */
const FAILOVER_MS = 6000;
const roles_TRIES = 2;
/** Who is whose primary now. */
async function rolesOf({ ground, addresses }) {
    return shardsIn(await (0,redis_snapshot/* takeSnapshot */.W9)(ground.probe.nodes, addresses.map(({ name }) => name), ANSWER_MS));
}
/**
 * Gives the primaries of before their role back, one after the other: a failover leaves two primaries on one machine
 * more often than not, and a cluster is left as it was found. Gives the nodes that did not become primary again.
 */
async function restoreRoles(bench, before) {
    const lost = [];
    for (const shard of before)
        if (!(await giveBack(bench, shard)))
            lost.push(shard.primary);
    await settleBench(bench, 0, bench.spec.timeoutSeconds * 1000);
    return lost;
}
/** One failed try is followed by another: a replica that is still copying refuses, and votes may be spent. */
async function giveBack(bench, { primary, replicas }) {
    for (let tries = 0; tries < roles_TRIES; tries++) {
        if (await isPrimary(bench, primary))
            return true;
        await votesFor(bench, [primary, ...replicas]);
        if (await promote(bench, primary))
            return true;
        // The votes of this try are spent as well.
        bench.deposed.set(primary, bench.clock.monotonic());
    }
    return false;
}
async function isPrimary({ ground }, name) {
    const { views } = await (0,redis_snapshot/* takeSnapshot */.W9)(ground.probe.nodes, [name], ANSWER_MS);
    const self = views[0] === undefined ? undefined : (0,redis_snapshot/* selfOf */.KV)(views[0]);
    return self?.role === 'primary' && self.slots.length > 0;
}
/** Has a replica take over from its primary; true where it is primary afterwards. */
async function promote(bench, name) {
    const { nodes } = bench.ground.probe;
    const names = bench.addresses.map((address) => address.name);
    const { views } = await (0,redis_snapshot/* takeSnapshot */.W9)(nodes, names, ANSWER_MS);
    const view = views.find((one) => one.name === name);
    const self = view === undefined ? undefined : (0,redis_snapshot/* selfOf */.KV)(view);
    if (self?.role === 'primary' && self.slots.length > 0)
        return true;
    const incumbent = views.find(({ id }) => id === self?.primary);
    const slot = (incumbent === undefined ? undefined : (0,redis_snapshot/* selfOf */.KV)(incumbent))?.slots[0]?.first;
    const [reply] = await nodes.call([{ node: name, args: ['CLUSTER', 'FAILOVER'] }], ANSWER_MS);
    if (!reply?.ok || incumbent === undefined || slot === undefined)
        return false;
    return (await awaitPromotion(bench, incumbent.name, slot, FAILOVER_MS))?.promoted === name;
}

// EXTERNAL MODULE: ./lib/ports/redis-load.js
var redis_load = __webpack_require__(4144);
;// CONCATENATED MODULE: ./lib/stages/redis/ledger.js

function account(samples) {
    const failed = samples.filter(({ outcome }) => outcome === 'failed');
    const acked = samples.filter(({ outcome }) => outcome === 'acked');
    const errors = {};
    for (const { error = '' } of failed)
        errors[errorKind(error)] = (errors[errorKind(error)] ?? 0) + 1;
    const times = acked.map(({ ms }) => ms).sort((a, b) => a - b);
    const failedAt = failed.map(({ at }) => at);
    return {
        sent: samples.length,
        acked: acked.length,
        short: samples.filter(({ outcome }) => outcome === 'short').length,
        failed: failed.length,
        errors,
        moved: samples.reduce((sum, { moved }) => sum + moved, 0),
        errorWindowMs: failedAt.length === 0 ? 0 : Math.round(Math.max(...failedAt) - Math.min(...failedAt)),
        longestMs: Math.round(samples.reduce((max, { ms }) => Math.max(max, ms), 0)),
        p50Ms: ledger_percentile(times, 0.5),
        p99Ms: ledger_percentile(times, 0.99),
    };
}
/** The part of an error that is the same for all of its kind: `MOVED`, `CLUSTERDOWN`, `timeout`, `connect ECONNREFUSED`. */
function errorKind(error) {
    const [code = ''] = /^[A-Z]{4,}\b/.exec(error) ?? [];
    if (code !== '')
        return code;
    return (error
        .replace(/\d+(\.\d+)*(:\d+)?/g, '')
        .replace(/\s+/g, ' ')
        .trim()
        .slice(0, 60) || 'no words');
}
/** Nearest rank over sorted values; 0 for none. */
function ledger_percentile(sorted, share) {
    return Math.round((sorted[Math.max(0, Math.ceil(sorted.length * share) - 1)] ?? 0) * 10) / 10;
}
/**
 * Compares what was acknowledged with what is there. Keys of one load are written once each, so that a missing value
 * is a lost write and nothing else; the expiry of each has to be after the end of the run.
 */
function losses(samples, found, ttlSeconds) {
    const now = new Map(found.map((entry) => [entry.key, entry]));
    const acked = samples.filter(({ outcome }) => outcome === 'acked');
    const unread = acked.filter(({ key }) => now.get(key)?.value === undefined);
    const lost = acked.filter(({ key }) => {
        const value = now.get(key)?.value;
        return value !== undefined && value !== (0,redis_load/* sessionValue */.o)(key);
    });
    const drifts = acked.flatMap(({ key, at, ms }) => {
        const expiresAt = now.get(key)?.expiresAt;
        if (expiresAt === undefined || expiresAt < 0)
            return [];
        // Redis set it at some time between sending and answer.
        const [earliest, latest] = [at + ttlSeconds * 1000, at + ms + ttlSeconds * 1000];
        return [Math.max(0, earliest - expiresAt, expiresAt - latest)];
    });
    const times = lost.map(({ at }) => at);
    return {
        acked: acked.length,
        lost: lost.length,
        unread: unread.length,
        windowMs: times.length === 0 ? 0 : Math.round(Math.max(...times) - Math.min(...times)),
        examples: lost.slice(0, 5).map(({ key, slot, node }) => ({ key, slot, ...(node === undefined ? {} : { node }) })),
        ttlDriftMs: Math.round(drifts.reduce((max, drift) => Math.max(max, drift), 0)),
    };
}
/** Longest time without an acknowledged write among writes for which `belongs` holds, in milliseconds. */
function ledger_longestGap(samples, belongs) {
    const done = samples.filter((sample) => belongs(sample) && sample.outcome === 'acked').map(({ at, ms }) => at + ms);
    done.sort((a, b) => a - b);
    const sent = samples.filter(belongs).map(({ at }) => at);
    if (sent.length === 0)
        return 0;
    const ends = [Math.min(...sent), ...done, Math.max(...sent)];
    return Math.round(ends.reduce((max, end, index) => Math.max(max, end - (ends[index - 1] ?? end)), 0));
}

;// CONCATENATED MODULE: ./lib/stages/redis/under-load.js



const SESSION_SECONDS = 300;
const WAIT_MS = 200;
let under_load_runs = 0;
/** Keeps three loads of session writes running while something is done, then accounts for each write. */
async function underLoad(bench, hit, act) {
    const { load } = bench.ground.probe;
    const base = `sg:${bench.clock.now().toString(36)}:${under_load_runs++}`;
    const options = loadsOf(bench, base);
    const since = bench.clock.monotonic();
    for (const one of options)
        await load.start(one);
    let result;
    const samples = [];
    try {
        result = await act();
    }
    finally {
        for (const { prefix } of options)
            samples.push(await load.stop(prefix));
    }
    const blackout = await blackoutSince(bench, since);
    const [plain = [], waited = [], app = []] = samples;
    const found = await load.readBack([...plain, ...waited, ...app].filter(({ outcome }) => outcome === 'acked').map(({ key }) => key));
    const accounted = accountFor(plain, waited, app, found, hit());
    return { result, load: blackout === undefined ? accounted : { ...accounted, blackout } };
}
function loadsOf({ spec }, base) {
    const common = {
        rate: spec.rate,
        ttlSeconds: SESSION_SECONDS,
        waitMs: WAIT_MS,
        timeoutMs: spec.writeTimeoutMs,
        appOptions: spec.appOptions,
    };
    return [
        { ...common, client: 'raw', waitReplicas: 0, prefix: `${base}:plain:` },
        { ...common, client: 'raw', waitReplicas: 1, prefix: `${base}:wait:` },
        { ...common, client: 'app', waitReplicas: 0, prefix: `${base}:app:` },
    ];
}
function accountFor(plain, waited, app, found, hit) {
    const inHit = ({ slot }) => (0,redis_slots/* hasSlot */.P2)(hit, slot);
    return {
        plain: account(plain),
        waited: account(waited),
        app: account(app),
        lost: losses(plain, found, SESSION_SECONDS),
        lostWaited: losses(waited, found, SESSION_SECONDS),
        lostApp: losses(app, found, SESSION_SECONDS),
        hitGapMs: ledger_longestGap(plain, inHit),
        collateralMs: ledger_longestGap(plain, (sample) => !inHit(sample)),
    };
}

;// CONCATENATED MODULE: ./lib/stages/redis/planned-failover.js






/** Writes run for so long before and after what is done, so that there is something to compare. */
const MARGIN_MS = 700;
/** A replica is asked to take over while sessions are written: what an orderly restart costs. */
async function plannedFailover(bench) {
    const shard = await nextShard(bench);
    if (shard === undefined)
        return { judgements: [noReplica], events: [] };
    const before = await rolesOf(bench);
    const heir = heirOf(bench, shard.name, shard.replicas);
    let promotion;
    const { result, load } = await underLoad(bench, () => [shard.range], async () => {
        await bench.clock.sleep(MARGIN_MS, bench.context.signal);
        const [reply] = await bench.ground.probe.nodes.call([{ node: heir, args: ['CLUSTER', 'FAILOVER'] }], ANSWER_MS);
        if (reply?.ok)
            promotion = await awaitPromotion(bench, shard.name, shard.range.first, bench.spec.budgets.maxPlannedFailoverMs * 5);
        const settled = await settleBench(bench, 0, bench.spec.timeoutSeconds * 1000);
        await bench.clock.sleep(MARGIN_MS, bench.context.signal);
        return settled;
    });
    await restoreRoles(bench, before);
    const event = {
        behaviour: 'planned-failover',
        target: shard.name,
        ...(promotion === undefined ? {} : { promoted: promotion.promoted, promoteMs: promotion.ms }),
        ...(result.soundAfterMs === undefined ? {} : { soundAfterMs: result.soundAfterMs }),
        load,
    };
    return { judgements: judgeEvent(event, limitsOf(bench.spec.budgets, true)), events: [event] };
}
/** The replica whose machine has the fewest members of the shard, so that placement survives the change of roles. */
function heirOf(bench, primary, replicas) {
    const members = [primary, ...replicas].map((name) => machineOf(bench, name));
    const company = (name) => members.filter((machine) => machine === machineOf(bench, name)).length;
    return replicas.toSorted((a, b) => company(a) - company(b))[0] ?? '';
}
const noReplica = {
    check: 'planned-failover',
    claim: 'a replica takes over when it is asked to',
    requirement: 'horizontal-scaling',
    verdict: 'inconclusive',
    observed: 'no shard has a replica',
    findings: [],
    remedy: 'Set redis-replicas-per-shard to 1 or more.',
};

;// CONCATENATED MODULE: ./lib/stages/redis/faults.js








/** SIGTERM through the orchestrator, SIGKILL, or SIGSTOP until a replica was promoted. */
function harm(bench, kind) {
    const { faults } = bench.ground;
    const { signal } = bench.context;
    if (kind !== 'terminate' && !faults.signals)
        return Promise.resolve(impossible(kind, 'no signal can be sent to a server here'));
    const { budgets } = bench.spec;
    const limits = limitsOf(budgets, false);
    return strike(bench, {
        behaviour: kind,
        // What was sent to a hung primary lies in its socket. Set going again, it acknowledges that before it hears that
        // it was replaced: the loss of a partition, by another way.
        limits: kind === 'hang' ? { ...limits, lostAcks: budgets.maxPartitionLostAcks } : limits,
        strike: (target) => faults.harm(target, kind, signal),
        relieve: (target) => (kind === 'hang' ? faults.resume(target, signal) : Promise.resolve()),
    });
}
/**
 * One primary is cut from all other nodes while clients still reach it: the one event in which Redis Cluster loses
 * what it acknowledged (specification: "Write safety"). Plain writes are counted; those with WAIT have to survive.
 */
async function partition(bench) {
    const { faults } = bench.ground;
    const { signal } = bench.context;
    const { isolate, heal } = faults;
    if (isolate === undefined || heal === undefined)
        return impossible('partition', 'nodes cannot be cut off from each other here');
    const { budgets } = bench.spec;
    return strike(bench, {
        behaviour: 'partition',
        // A lost plain write is how Redis is made; it is reported, and judged only where somebody set a limit.
        limits: { ...limitsOf(budgets, false), lostAcks: budgets.maxPartitionLostAcks },
        strike: (target) => isolate.call(faults, target, bench.addresses.filter(({ name }) => name !== target), signal),
        relieve: (target) => heal.call(faults, target, signal),
    });
}
async function strike(bench, blow) {
    const shard = await nextShard(bench);
    if (shard === undefined)
        return impossible(blow.behaviour, 'no shard has a replica');
    const before = await rolesOf(bench);
    const { result, load } = await underLoad(bench, () => [shard.range], () => suffer(bench, blow, shard));
    await restoreRoles(bench, before);
    const { promotion, settled, returned } = result;
    const event = {
        behaviour: blow.behaviour,
        target: shard.name,
        ...(promotion === undefined ? {} : { promoted: promotion.promoted, promoteMs: promotion.ms }),
        ...(settled?.soundAfterMs === undefined ? {} : { soundAfterMs: settled.soundAfterMs }),
        load,
    };
    const absent = returned.verdict === 'pass'
        ? []
        : [
            {
                ...returned,
                check: `${blow.behaviour}-returned`,
                claim: `after ${blow.behaviour} of ${shard.name} ${returned.claim}`,
            },
        ];
    return { judgements: [...judgeEvent(event, blow.limits), ...absent], events: [event] };
}
async function suffer(bench, blow, shard) {
    const { clock, context, spec } = bench;
    await clock.sleep(MARGIN_MS, context.signal);
    const begun = clock.monotonic();
    let promotion;
    try {
        await blow.strike(shard.name);
        const struck = clock.monotonic() - begun;
        const seen = await awaitPromotion(bench, shard.name, shard.range.first, spec.budgets.maxFailoverMs * 2);
        promotion = seen === undefined ? undefined : { ...seen, ms: Math.round(seen.ms + struck) };
        await clock.sleep(MARGIN_MS, context.signal);
    }
    finally {
        await blow.relieve(shard.name);
    }
    const returned = await awaitNodes(bench);
    const settled = returned.verdict === 'pass' ? await settleBench(bench, 0, spec.timeoutSeconds * 1000, begun) : undefined;
    await clock.sleep(MARGIN_MS, context.signal);
    return { promotion, returned, settled };
}
/** A behaviour that cannot be shown here is said so, and never passes. */
function impossible(behaviour, why) {
    const judgement = {
        check: behaviour,
        claim: `the cluster survives ${behaviour}`,
        requirement: 'horizontal-scaling',
        verdict: 'inconclusive',
        observed: `cannot be proved here: ${why}`,
        findings: [],
        remedy: 'Run it on a kind cluster, or leave this behaviour out of redis-behaviour.',
    };
    return { judgements: [judgement], events: [] };
}

// EXTERNAL MODULE: ./lib/stages/redis/routes.js
var routes = __webpack_require__(2577);
;// CONCATENATED MODULE: ./lib/stages/redis/redirects.js






/** MOVED, ASK, TRYAGAIN, CROSSSLOT and hash tags, each with the exact answer that the specification has for it. */
async function redirects(bench) {
    const shards = await shardsOf(bench);
    const [source, target] = shards;
    if (source === undefined || target === undefined)
        return { judgements: [unseen], events: [] };
    return {
        judgements: [await movedTargets(bench, shards), await redirects_asking(bench, source, target), await manyKeys(bench, shards)],
        events: [],
    };
}
const unseen = judgement('moved-targets', 'a wrong node says where a key is', [], '', 0);
/** Every node is asked for a key of every shard: all but the owner have to point at the owner, by the address clients use. */
async function movedTargets(bench, shards) {
    const keys = shards.map((owner) => ({ owner, key: (0,redis_slots/* keyWithin */.hF)(owner.range, 'scale-gate:moved:') }));
    const questions = keys.flatMap(({ owner, key }) => bench.addresses
        .filter(({ name }) => name !== owner.name)
        .map(({ name }) => ({ owner, key, call: { node: name, lane: 'moved', args: ['GET', key] } })));
    const replies = await bench.ground.probe.nodes.call(questions.map(({ call }) => call), ANSWER_MS);
    const findings = questions.flatMap(({ owner, key, call }, index) => {
        const wrong = wrongTarget(bench, replies[index], owner.name, false);
        return wrong === undefined
            ? []
            : [
                {
                    node: call.node,
                    message: `${call.node} asked for a key of ${owner.name} (slot ${(0,redis_slots/* slotOf */.SW)(key)}): ${wrong}`,
                    remedy: 'Set cluster-announce-ip, and look at CLUSTER SLOTS of this node.',
                },
            ];
    });
    return judgement('moved-targets', 'every node that does not own a key says MOVED to the owner, by the address that clients use', findings, `${questions.length} questions, ${questions.length} right targets`, questions.length);
}
function wrongTarget({ addresses }, reply, owner, ask) {
    if (reply === undefined || reply.ok)
        return 'it answered instead of redirecting';
    const redirect = (0,routes/* parseRedirect */.q)(reply.error);
    if (redirect === undefined || redirect.asking !== ask)
        return reply.error;
    const address = addresses.find(({ name }) => name === owner);
    if (redirect.host === address.host && redirect.port === address.port)
        return undefined;
    return `${reply.error}, the owner is ${address.host}:${address.port}`;
}
/** One slot is opened between two primaries, asked in the middle, and closed again. */
async function redirects_asking(bench, source, target) {
    const { nodes } = bench.ground.probe;
    const { views } = await (0,redis_snapshot/* takeSnapshot */.W9)(nodes, [source.name, target.name], ANSWER_MS);
    const id = (name) => views.find((view) => view.name === name)?.id ?? '';
    const base = (0,redis_slots/* keyWithin */.hF)(source.range, 'scale-gate:ask:');
    const [here, gone] = [`{${base}}:here`, `{${base}}:gone`];
    const slot = String((0,redis_slots/* slotOf */.SW)(base));
    const ask = (calls) => nodes.call(calls.map((call) => ({ lane: 'ask', ...call })), ANSWER_MS);
    const [written] = await ask([{ node: source.name, args: ['SET', here, 'x', 'EX', '60'] }]);
    await ask([{ node: target.name, args: ['CLUSTER', 'SETSLOT', slot, 'IMPORTING', id(source.name)] }]);
    await ask([{ node: source.name, args: ['CLUSTER', 'SETSLOT', slot, 'MIGRATING', id(target.name)] }]);
    try {
        const [kept, absent, both] = await ask([
            ['GET', here],
            ['GET', gone],
            ['MGET', here, gone],
        ].map((args) => ({ node: source.name, args })));
        const [plain] = await ask([{ node: target.name, args: ['GET', gone] }]);
        const [, asked] = await ask([
            { node: target.name, args: ['ASKING'] },
            { node: target.name, args: ['GET', gone] },
        ]);
        const faults = [
            written?.ok && kept?.ok && kept.value === 'x'
                ? undefined
                : `${source.name} does not serve a key that it still has`,
            prefixed(wrongTarget(bench, absent, target.name, true), `${source.name} for a key that it has not`),
            refusedWith(both, 'TRYAGAIN')
                ? undefined
                : `${source.name} for two keys of which one has moved: ${redirects_wordsOf(both)}`,
            prefixed(wrongTarget(bench, plain, source.name, false), `${target.name} without ASKING`),
            asked?.ok && asked.value === null ? undefined : `${target.name} after ASKING: ${redirects_wordsOf(asked)}`,
        ].flatMap((fault) => fault ?? []);
        const findings = faults.map((fault) => ({
            node: source.name,
            message: `slot ${slot} between ${source.name} and ${target.name}: ${fault}`,
            remedy: 'Look at the versions of the nodes: this is what clients rely on while slots move.',
        }));
        return judgement('ask-while-moving', 'while a slot moves, ASK, ASKING and TRYAGAIN are answered exactly', findings, `slot ${slot} opened and closed: ASK, ASKING, TRYAGAIN and MOVED as specified`, 5);
    }
    finally {
        await ask([source.name, target.name].map((node) => ({ node, args: ['CLUSTER', 'SETSLOT', slot, 'STABLE'] })));
        await ask([{ node: source.name, args: ['DEL', here] }]);
    }
}
function prefixed(fault, where) {
    return fault === undefined ? undefined : `${where}: ${fault}`;
}
/** Keys without a tag may lie apart and are then refused together; keys of one tag lie together, by server and by us. */
async function manyKeys(bench, [first, second]) {
    if (first === undefined || second === undefined)
        return unseen;
    const apart = [(0,redis_slots/* keyWithin */.hF)(first.range, 'scale-gate:a:'), (0,redis_slots/* keyWithin */.hF)(second.range, 'scale-gate:b:')];
    const tag = (0,redis_slots/* keyWithin */.hF)(first.range, 'user');
    const together = [`{${tag}}:session`, `{${tag}}:cart`, `x{${tag}}y{z}`];
    const calls = [['MGET', ...apart], ['MGET', ...together], ...together.map((key) => ['CLUSTER', 'KEYSLOT', key])];
    const [cross, many, ...slots] = await bench.ground.probe.nodes.call(calls.map((args) => ({ node: first.name, args })), ANSWER_MS);
    const fault = (message) => ({
        node: first.name,
        message: `${first.name}: ${message}`,
        remedy: 'Use hash tags for keys that are read together; CROSSSLOT is the server\u2019s rule.',
    });
    const findings = [
        ...(refusedWith(cross, 'CROSSSLOT') ? [] : [fault(`MGET over two shards: ${redirects_wordsOf(cross)}`)]),
        ...(many?.ok ? [] : [fault(`MGET of keys with one hash tag: ${redirects_wordsOf(many)}`)]),
        ...(slots.every((slot) => slot.ok && slot.value === (0,redis_slots/* slotOf */.SW)(tag))
            ? []
            : [fault(`keys of tag {${tag}} are in ${slots.map(redirects_wordsOf).join(', ')}, not in slot ${(0,redis_slots/* slotOf */.SW)(tag)}`)]),
    ];
    return judgement('hash-tags', 'keys of one hash tag lie together, and keys that lie apart are refused together', findings, `CROSSSLOT refused, ${together.length} keys of one tag in slot ${(0,redis_slots/* slotOf */.SW)(tag)}`, 2);
}
function refusedWith(reply, word) {
    return reply?.ok === false && reply.error.startsWith(word);
}
function redirects_wordsOf(reply) {
    if (reply === undefined)
        return 'nothing';
    return reply.ok ? JSON.stringify(reply.value) : reply.error;
}
function judgement(check, claim, findings, observed, samples) {
    const base = { check, claim, requirement: 'routing', findings };
    if (samples === 0)
        return {
            ...base,
            verdict: 'inconclusive',
            observed: 'fewer than two shards own slots',
            remedy: 'Form the cluster first.',
        };
    return {
        ...base,
        verdict: findings.length > 0 ? 'fail' : 'pass',
        observed: findings.length > 0 ? describeFindings(findings) : observed,
    };
}

;// CONCATENATED MODULE: ./lib/stages/redis/formation.js





/** The steps of a bring-up, in their order; a bring-up that stops says in which. */
const phases = (/* unused pure expression or super */ null && (['look', 'assign', 'meet', 'replicate', 'done']));
/**
 * Forms the cluster by direct commands, from whatever is there: what is done already is left alone, so that a second
 * call changes nothing. Slots and epochs come before the first MEET (else a stale owner's claim could win), the mesh is
 * met pair by pair (gossip would need seconds), and roles are tried again until each replica has heard of its primary.
 */
async function formation_form(nodes, clock, options, signal) {
    const took = {};
    const commands = {};
    const run = async (calls) => {
        for (const { args } of calls) {
            const word = `${args[0]} ${args[1]}`;
            commands[word] = (commands[word] ?? 0) + 1;
        }
        return calls.length === 0 ? [] : nodes.call(calls, options.answerMs);
    };
    const timed = async (phase, act) => {
        const begun = clock.monotonic();
        const result = await act();
        took[phase] = Math.round(clock.monotonic() - begun);
        return result;
    };
    const stop = (phase, plan, stopped) => ({
        phase,
        plan,
        stopped,
        took,
        commands,
    });
    const names = options.addresses.map(({ name }) => name);
    const before = await timed('look', () => (0,redis_snapshot/* takeSnapshot */.W9)(nodes, names, options.answerMs));
    const obstacle = obstacleTo(before, options.topology);
    if (obstacle !== undefined)
        return stop('look', [], obstacle);
    const plan = planPlacement(options.members, options.topology, standingOf(before));
    const refused = firstError(await timed('assign', () => run(assignments(before, plan, options.topology))));
    if (refused !== undefined)
        return stop('assign', plan, refused);
    await timed('meet', () => run(meetings(before, options.addresses)));
    // A handshake that takes longer than a node timeout is dropped, and nobody tries again by himself.
    const introduce = async () => {
        const now = await (0,redis_snapshot/* takeSnapshot */.W9)(nodes, names, options.answerMs);
        if (now.silent.length === 0)
            await run(meetings(now, options.addresses));
    };
    const left = await timed('replicate', () => attach(run, introduce, clock, before, plan, options.withinMs, signal));
    if (left !== undefined)
        return stop('replicate', plan, left);
    return { phase: 'done', plan, took, commands };
}
/** What makes it unwise to go on: nodes that do not answer, or that hold a part of some other cluster. */
function obstacleTo(snapshot, { shards }) {
    const [mute] = snapshot.silent;
    if (mute !== undefined)
        return `${(0,domain_amount/* amount */.v)(snapshot.silent.length, 'node does', 'nodes do')} not answer, ${mute.name}: ${mute.error}`;
    const owners = snapshot.views.filter((view) => ((0,redis_snapshot/* selfOf */.KV)(view)?.slots.length ?? 0) > 0);
    if (owners.length === shards)
        return undefined;
    const shares = (0,redis_slots/* splitSlots */.s3)(shards).map(({ first, last }) => `${first}-${last}`);
    const strange = owners.find((view) => !shares.includes(ownRanges(view)));
    if (strange === undefined && owners.length < shards)
        return undefined;
    const what = strange === undefined
        ? `${(0,domain_amount/* amount */.v)(owners.length, 'primary owns', 'primaries own')} slots`
        : `${strange.name} owns ${(0,redis_slots/* describeSlots */.Js)((0,redis_snapshot/* selfOf */.KV)(strange)?.slots ?? [])}`;
    return `the nodes are a part of another cluster: ${what}, which is no share of ${shards} shards`;
}
function ownRanges(view) {
    return ((0,redis_snapshot/* selfOf */.KV)(view)?.slots ?? []).map(({ first, last }) => `${first}-${last}`).join(' ');
}
function standingOf(snapshot) {
    const selves = snapshot.views.map((view) => ({ name: view.name, self: (0,redis_snapshot/* selfOf */.KV)(view) }));
    return {
        primaries: selves.filter(({ self }) => (self?.slots.length ?? 0) > 0).map(({ name }) => name),
        replicas: Object.fromEntries(selves.flatMap(({ name, self }) => (self?.primary === undefined ? [] : [[name, (0,redis_snapshot/* nameOf */.Vb)(snapshot, self.primary)]]))),
    };
}
/** Epochs (once, and only to nodes that know nobody) and the shares of slots that nobody owns yet. */
function assignments(snapshot, plan, { shards }) {
    const owned = new Set(snapshot.views.map(ownRanges));
    const free = (0,redis_slots/* splitSlots */.s3)(shards).filter(({ first, last }) => !owned.has(`${first}-${last}`));
    const total = snapshot.views.reduce((sum, view) => sum + (0,redis_slots/* slotCount */.EV)((0,redis_snapshot/* selfOf */.KV)(view)?.slots ?? []), 0);
    return plan.flatMap(({ primary }, index) => {
        const view = snapshot.views.find(({ name }) => name === primary);
        if (view === undefined || total === redis_slots/* SLOTS */._f || ownRanges(view) !== '')
            return [];
        const fresh = view.peers.length === 1 && view.state['cluster_my_epoch'] === '0';
        const range = free.shift();
        return [
            ...(fresh ? [{ node: primary, args: ['CLUSTER', 'SET-CONFIG-EPOCH', String(index + 1)] }] : []),
            ...(range === undefined
                ? []
                : [{ node: primary, args: ['CLUSTER', 'ADDSLOTSRANGE', String(range.first), String(range.last)] }]),
        ];
    });
}
/**
 * One MEET for each pair that has no link between these two nodes at these addresses. An address alone says nothing
 * after a restart: it may be another node's by now.
 */
function meetings(snapshot, addresses) {
    const viewOf = (name) => snapshot.views.find((view) => view.name === name);
    const knows = (from, to) => viewOf(from.name)?.peers.some(({ id, linked, host, port }) => id === viewOf(to.name)?.id && linked && host === to.host && port === to.port);
    return addresses.flatMap((from, index) => addresses
        .slice(index + 1)
        .filter((to) => !knows(from, to) || !knows(to, from))
        .map((to) => ({
        node: from.name,
        args: ['CLUSTER', 'MEET', to.host, String(to.port), ...busOf(viewOf(to.name), to)],
    })));
}
/** The bus port, where MEET would guess another one. */
function busOf(view, { port }) {
    const bus = (view === undefined ? undefined : (0,redis_snapshot/* selfOf */.KV)(view))?.busPort ?? 0;
    return bus === 0 || bus === port + 10_000 ? [] : [String(bus)];
}
/** A handshake has come about by then, or never will. */
const INTRODUCE_MS = 2500;
/** Makes replicas of those that are none yet. Returns why some could not, once time is over. */
async function attach(run, introduce, clock, snapshot, plan, withinMs, signal) {
    const idOf = (name) => snapshot.views.find((view) => view.name === name)?.id ?? '';
    const already = standingOf(snapshot).replicas;
    let open = plan.flatMap(({ primary, replicas }) => replicas
        .filter((name) => already[name] === undefined)
        .map((node) => ({ node, args: ['CLUSTER', 'REPLICATE', idOf(primary)] })));
    const deadline = clock.monotonic() + withinMs;
    let introduced = clock.monotonic();
    while (open.length > 0) {
        const replies = await run(open);
        const refused = open.filter((_, index) => replies[index]?.ok !== true);
        const why = firstError(replies);
        if (refused.length > 0 && clock.monotonic() >= deadline)
            return `${(0,domain_amount/* amount */.v)(refused.length, 'replica')} could not be attached, ${refused[0]?.node}: ${why}`;
        if (signal.aborted)
            throw (0,domain_error/* cancelled */.KW)('replicas were being attached');
        if (refused.length > 0)
            await clock.sleep(20, signal);
        if (refused.length > 0 && clock.monotonic() - introduced > INTRODUCE_MS) {
            await introduce();
            introduced = clock.monotonic();
        }
        open = refused;
    }
    return undefined;
}
function firstError(replies) {
    const refusal = replies.find((reply) => !reply.ok);
    return refusal === undefined || refusal.ok ? undefined : refusal.error;
}

;// CONCATENATED MODULE: ./lib/stages/redis/restart.js








const WRITE_FOR_MS = 1500;
const restart_SESSION_SECONDS = 900;
/** So long it is given to find together by itself, before every pair is introduced again. */
const ALONE_MS = 5000;
/** And so long after each round of introductions, before replicas are told again whom to follow. */
const ROUND_MS = 3000;
/**
 * All nodes stop and come back with their data and other addresses. Nodes know each other by address, so they stay
 * strangers until someone introduces them; the heal is one MEET for each pair that has no link.
 */
async function restartAll(bench) {
    const { ground, clock, context, spec } = bench;
    const samples = await writeSessions(bench);
    const old = new Map(bench.hosted.map(({ name, incarnation, address, volume }) => [name, { incarnation, host: address?.host, volume }]));
    const before = await rolesOf(bench);
    const begun = clock.monotonic();
    await ground.faults.restartAll(context.signal);
    const returned = await awaitNodes(bench, new Set([...old.values()].map(({ incarnation }) => incarnation)));
    if (returned.verdict !== 'pass')
        return { judgements: [{ ...returned, check: 'restart-all-returned' }], events: [] };
    const upMs = Math.round(clock.monotonic() - begun);
    const alone = await settleBench(bench, 0, ALONE_MS);
    const since = clock.monotonic();
    const healed = await heal(bench, alone, since);
    await restoreRoles(bench, before);
    const acked = samples.filter(({ outcome }) => outcome === 'acked').map(({ key }) => key);
    const lost = losses(samples, await ground.probe.load.readBack(acked), restart_SESSION_SECONDS);
    return {
        events: [],
        judgements: [
            formedAgain(bench, old, upMs, healed, alone),
            kept(lost, spec.budgets.maxLostAcks, spec.budgets.maxTtlDriftMs),
            ownVolumes(bench, old),
        ],
    };
}
/** Sessions that are written for a while before anything is done to the nodes. */
async function writeSessions({ ground, clock, context, spec }) {
    const prefix = `sg:restart:${clock.now().toString(36)}:`;
    await ground.probe.load.start({
        client: 'raw',
        rate: spec.rate,
        ttlSeconds: restart_SESSION_SECONDS,
        waitReplicas: 0,
        waitMs: 0,
        timeoutMs: ANSWER_MS,
        prefix,
        appOptions: {},
    });
    await clock.sleep(WRITE_FOR_MS, context.signal);
    return ground.probe.load.stop(prefix);
}
function formedAgain({ hosted }, old, upMs, healed, alone) {
    const moved = hosted.filter(({ name, address }) => old.get(name)?.host !== address?.host).length;
    return restart_row('restart-all-healed', 'all nodes restarted with new addresses form the same cluster again', healed.settled.soundAfterMs !== undefined, `${hosted.length} nodes back after ${upMs} ms, ${moved} with another address; ${outcome(healed.settled, healing(alone, healed))}`, 'Introduce the nodes again (CLUSTER MEET for each pair), or rewrite nodes.conf before the start.');
}
function ownVolumes({ hosted }, old) {
    const strangers = hosted.filter(({ name, volume }) => volume !== old.get(name)?.volume);
    return restart_row('volumes-kept', 'every node came back to its own volume', strangers.length === 0, strangers.length === 0
        ? `${hosted.length} volumes`
        : `${strangers.map(({ name }) => name).join(', ')} came back with another volume`, 'Use a StatefulSet with volumeClaimTemplates, and keep the claims.');
}
function healing(alone, { introductions, reattached }) {
    if (alone.soundAfterMs !== undefined)
        return 'by themselves';
    return `after ${(0,domain_amount/* amount */.v)(introductions, 'introduction')} and ${(0,domain_amount/* amount */.v)(reattached, 'replica')} told again whom to follow`;
}
function outcome({ soundAfterMs, judgements }, how) {
    if (soundAfterMs !== undefined)
        return `sound ${how} within ${soundAfterMs} ms`;
    return `not sound: ${describeFindings(judgements.flatMap(({ findings }) => findings))}`;
}
/** Introduces those who have no link, and has replicas ask for their primary again, until the cluster is sound. */
async function heal(bench, alone, since) {
    const { ground, clock, context, spec, addresses, hosted, topology } = bench;
    const members = hosted.map(({ name, machine }) => ({ name, machine }));
    let introductions = 0;
    let reattached = 0;
    let settled = alone;
    while (settled.soundAfterMs === undefined && clock.monotonic() - since < spec.timeoutSeconds * 1000) {
        const options = { topology, members, addresses, answerMs: ANSWER_MS, withinMs: ROUND_MS };
        const formation = await formation_form(ground.probe.nodes, clock, options, context.signal);
        introductions += formation.commands['CLUSTER MEET'] ?? 0;
        settled = await settleBench(bench, 500, ROUND_MS, since);
        if (settled.soundAfterMs === undefined)
            reattached += await reattach(bench, settled);
    }
    return { settled, introductions, reattached };
}
/** A replica goes on dialling the address that its primary had; told again whom to follow, it looks it up anew. */
async function reattach({ ground }, { snapshot }) {
    const lost = snapshot.views.filter(({ replication }) => replication['master_link_status'] === 'down');
    const calls = lost.flatMap((view) => {
        const primary = (0,redis_snapshot/* selfOf */.KV)(view)?.primary;
        return primary === undefined ? [] : [{ node: view.name, args: ['CLUSTER', 'REPLICATE', primary] }];
    });
    await ground.probe.nodes.call(calls, ANSWER_MS);
    return calls.length;
}
function kept({ acked, lost, unread, ttlDriftMs }, maxLost, maxDrift) {
    const observed = `${lost} of ${acked} acknowledged sessions gone, ${unread} unread, expiry off by ${ttlDriftMs} ms at most`;
    const judged = restart_row('restart-all-kept', 'sessions and their expiry survive a restart of all nodes', lost + unread <= maxLost && ttlDriftMs <= maxDrift, observed, 'Set appendonly yes with appendfsync everysec, on a claimed volume.');
    return acked > 0
        ? judged
        : {
            ...judged,
            verdict: 'inconclusive',
            findings: [],
            observed: 'no session was acknowledged before the restart',
            remedy: 'Look at the probe.',
        };
}
function restart_row(check, claim, holds, observed, remedy) {
    return {
        check,
        claim,
        requirement: 'horizontal-scaling',
        verdict: holds ? 'pass' : 'fail',
        observed,
        findings: holds ? [] : [{ message: observed, remedy }],
    };
}

;// CONCATENATED MODULE: ./lib/stages/redis/rebalance.js







const rebalance_LOOK_EVERY_MS = 50;
const GRACE_MS = 1000;
/** Takes each primary's share for a new one: an even part from each, the last slots of each. */
function sharesFor(owned, to) {
    const sources = Object.entries(owned).filter(([name, slots]) => name !== to && slots.length > 0);
    const wanted = Math.floor(redis_slots/* SLOTS */._f / (sources.length + 1));
    let left = wanted;
    return sources.map(([from, slots], index) => {
        const share = Math.ceil(left / (sources.length - index));
        left -= share;
        return { from, to, slots: slots.slice(slots.length - share) };
    });
}
/** Makes the newcomers a shard without slots: introduced to all, replicas attached, known everywhere. */
async function join(bench) {
    const known = await rolesOf(bench);
    const old = new Set(known.flatMap(({ primary, replicas }) => [primary, ...replicas]));
    const { hosted, topology } = bench;
    const members = hosted.filter(({ name }) => !old.has(name)).map(({ name, machine }) => ({ name, machine }));
    const [shard] = planPlacement(members, { shards: 1, replicasPerShard: topology.replicasPerShard }, { primaries: [], replicas: {} });
    if (shard === undefined)
        throw new domain_error/* GateError */.ue('REDIS_UNREACHABLE', 'no new node came', { hint: 'Look at the StatefulSet.' });
    await introduce(bench, old);
    await rebalance_attach(bench, shard);
    return shard;
}
/** Each newcomer to all others, until everybody knows everybody. */
async function introduce(bench, old) {
    const { ground, addresses, topology } = bench;
    const fresh = addresses.filter(({ name }) => !old.has(name));
    await ground.probe.nodes.call(fresh.flatMap((from) => addresses
        .filter(({ name }) => name !== from.name)
        .map((to) => ({ node: from.name, args: ['CLUSTER', 'MEET', to.host, String(to.port)] }))), ANSWER_MS);
    const total = nodesTotal(topology);
    await until(bench, 'the new nodes to be known to all', (views) => views.length === total &&
        views.every(({ peers }) => peers.length === total && peers.every(({ flags }) => !flags.includes('handshake'))));
}
/** The replicas of a new shard to its primary. */
async function rebalance_attach(bench, { primary, replicas }) {
    const { nodes } = bench.ground.probe;
    const { views } = await (0,redis_snapshot/* takeSnapshot */.W9)(nodes, [primary], ANSWER_MS);
    const id = views[0]?.id ?? '';
    await nodes.call(replicas.map((node) => ({ node, args: ['CLUSTER', 'REPLICATE', id] })), ANSWER_MS);
    // A primary that was alone says CLUSTERDOWN for up to five seconds more (cluster.c, clusterUpdateState: rejoin delay).
    await until(bench, 'the new nodes to follow and to serve', (all) => all.every(({ state }) => state['cluster_state'] === 'ok') &&
        replicas.every((name) => {
            const view = all.find((one) => one.name === name);
            return view?.replication['master_link_status'] === 'up' && (0,redis_snapshot/* selfOf */.KV)(view)?.primary === id;
        }));
}
/** Removes a shard that owns nothing any more; those that stay forget it, once it is gone and cannot speak up again. */
async function leave(bench, shard, narrow, idOf) {
    const gone = [shard.primary, ...shard.replicas];
    const ids = gone.map(idOf);
    // Clients learn by MOVED who owns the slots now; a node that goes before they have is an error of our making.
    await bench.clock.sleep(GRACE_MS, bench.context.signal);
    bench.topology = narrow;
    bench.hosted = bench.hosted.filter(({ name }) => !gone.includes(name));
    bench.addresses = bench.addresses.filter(({ name }) => !gone.includes(name));
    // And ours are told, for on a busy machine no second is long enough.
    await bench.ground.probe.nodes.use(bench.addresses);
    await bench.ground.faults.resize?.(nodesTotal(narrow), bench.context.signal);
    await awaitGone(bench, gone);
    const forget = bench.addresses.flatMap(({ name }) => ids.map((id) => ({ node: name, args: ['CLUSTER', 'FORGET', id] })));
    await bench.ground.probe.nodes.call(forget, ANSWER_MS);
}
async function awaitGone({ ground, clock, context, spec }, gone) {
    const deadline = clock.monotonic() + spec.timeoutSeconds * 1000;
    while ((await ground.hosts.nodes(context.signal)).some(({ name }) => gone.includes(name)) &&
        clock.monotonic() < deadline) {
        await clock.sleep(rebalance_LOOK_EVERY_MS * 4, context.signal);
    }
}
async function until(bench, what, holds) {
    const { ground, addresses, clock, context, spec } = bench;
    const deadline = clock.monotonic() + spec.timeoutSeconds * 1000;
    for (;;) {
        if (context.signal.aborted)
            throw (0,domain_error/* cancelled */.KW)(`waiting for ${what}`);
        const { views } = await (0,redis_snapshot/* takeSnapshot */.W9)(ground.probe.nodes, addresses.map(({ name }) => name), ANSWER_MS);
        if (holds(views))
            return;
        if (clock.monotonic() > deadline) {
            throw new domain_error/* GateError */.ue('TIMED_OUT', `waited ${spec.timeoutSeconds} s for ${what}`, {
                hint: 'Look at CLUSTER NODES of the new nodes, and at the bus port.',
            });
        }
        await clock.sleep(rebalance_LOOK_EVERY_MS, context.signal);
    }
}

;// CONCATENATED MODULE: ./lib/stages/redis/slot-moves.js

const TOGETHER = 128;
const KEYS = 100;
const MIGRATE_MS = 5000;
// Valkey answers SETSLOT when its replicas have it: a batch of them waits as often as it is long.
const slot_moves_ANSWER_MS = 30_000;
/** Moves slots with their keys while clients go on; moves of different sources run beside each other. */
async function moveSlots(bench, moves, idOf) {
    await Promise.all(moves.map(async ({ from, to, slots }) => {
        for (let at = 0; at < slots.length; at += TOGETHER)
            await moveSome(bench, { from, to, slots: slots.slice(at, at + TOGETHER) }, idOf);
    }));
}
/** The order is the protocol's: import before migrating, and the new owner knows before the old one lets go. */
async function moveSome(bench, { from, to, slots }, idOf) {
    const set = (node, slot, ...words) => ({
        node,
        lane: 'move',
        args: ['CLUSTER', 'SETSLOT', String(slot), ...words],
    });
    await slot_moves_all(bench, slots.map((slot) => set(to, slot, 'IMPORTING', idOf(from))));
    await slot_moves_all(bench, slots.map((slot) => set(from, slot, 'MIGRATING', idOf(to))));
    await moveKeys(bench, from, to, slots);
    await slot_moves_all(bench, slots.map((slot) => set(to, slot, 'NODE', idOf(to))));
    await slot_moves_all(bench, slots.map((slot) => set(from, slot, 'NODE', idOf(to))));
}
async function moveKeys(bench, from, to, slots) {
    const target = bench.addresses.find(({ name }) => name === to);
    let full = slots;
    while (full.length > 0 && target !== undefined) {
        const found = await slot_moves_all(bench, full.map((slot) => ({
            node: from,
            lane: 'move',
            args: ['CLUSTER', 'GETKEYSINSLOT', String(slot), String(KEYS)],
        })));
        const lists = found.map((reply) => (reply.ok && Array.isArray(reply.value) ? reply.value.map(String) : []));
        const migrations = lists
            .filter((keys) => keys.length > 0)
            .map((keys) => ({
            node: from,
            lane: 'move',
            args: ['MIGRATE', target.host, String(target.port), '', '0', String(MIGRATE_MS), 'KEYS', ...keys],
            // MIGRATE logs in to the other node by itself, so it has to be told the password, which only the probe has.
            passwordAt: 6,
        }));
        await slot_moves_all(bench, migrations);
        full = full.filter((_, index) => (lists[index]?.length ?? 0) >= KEYS);
    }
}
/** All of them, or an error that names the first refusal: half a move is not gone on with. */
async function slot_moves_all({ ground }, calls) {
    const replies = await ground.probe.nodes.call(calls, slot_moves_ANSWER_MS);
    const at = replies.findIndex((reply) => !reply.ok);
    const refusal = replies[at];
    if (refusal === undefined || refusal.ok)
        return replies;
    const { node = '', args = [] } = calls[at] ?? {};
    throw new domain_error/* GateError */.ue('REDIS_UNREACHABLE', `${args.slice(0, 4).join(' ')} on ${node} was refused while slots moved: ${refusal.error}`, {
        hint: 'Look for open slots (CLUSTER NODES) and close them: CLUSTER SETSLOT <slot> STABLE.',
    });
}

;// CONCATENATED MODULE: ./lib/stages/redis/scale.js











/** One shard is added while sessions are written, gets its share of slots, gives it back, and goes. */
async function scale(bench) {
    if (bench.ground.faults.resize === undefined)
        return impossible('scale', 'the nodes are not of one StatefulSet, whose size could be changed');
    const narrow = bench.topology;
    const wide = { ...narrow, shards: narrow.shards + 1 };
    const before = await scale_counted(bench);
    await bench.ground.faults.resize?.(nodesTotal(wide), bench.context.signal);
    bench.topology = wide;
    const arrived = await awaitNodes(bench);
    if (arrived.verdict !== 'pass') {
        bench.topology = narrow;
        await bench.ground.faults.resize?.(nodesTotal(narrow), bench.context.signal);
        return impossible('scale', `the nodes of the new shard did not come: ${arrived.observed}`);
    }
    const { result, load } = await underLoad(bench, () => [], () => scale_stretch(bench, narrow));
    const after = await scale_counted(bench);
    const redirected = Object.fromEntries(['MOVED', 'ASK', 'TRYAGAIN'].map((word) => [word, (after[word] ?? 0) - (before[word] ?? 0)]));
    return { judgements: [summary(result, load, redirected), ...judged(bench, result, load)], events: [] };
}
async function scale_stretch(bench, narrow) {
    const { clock } = bench;
    const at = clock.monotonic();
    const shard = await join(bench);
    const joined = clock.monotonic();
    const ids = await identities(bench);
    const out = sharesFor(await slotsNow(bench), shard.primary);
    await moveSlots(bench, out, ids);
    await settleBench(bench, 0, bench.spec.timeoutSeconds * 1000);
    const moved = clock.monotonic();
    await moveSlots(bench, out.map(({ from, to, slots }) => ({ from: to, to: from, slots })), ids);
    await leave(bench, shard, narrow, ids);
    const settled = await settleBench(bench, 500, bench.spec.timeoutSeconds * 1000);
    return {
        joinMs: Math.round(joined - at),
        outMs: Math.round(moved - joined),
        inMs: Math.round(clock.monotonic() - moved),
        moved: out.reduce((sum, { slots }) => sum + slots.length, 0),
        soundAfterMs: settled.soundAfterMs,
    };
}
function judged({ spec }, { soundAfterMs }, load) {
    const limits = { ...limitsOf(spec.budgets, false), promoteMs: undefined };
    return judgeEvent({ behaviour: 'scale', target: 'one shard', ...(soundAfterMs === undefined ? {} : { soundAfterMs }), load }, limits);
}
function summary({ joinMs, outMs, inMs, moved }, load, redirected) {
    const words = Object.entries(redirected)
        .map(([word, count]) => `${count} ${word}`)
        .join(', ');
    const failed = load.plain.failed;
    const observed = `joined in ${joinMs} ms, ${moved} slots out in ${outMs} ms and back in ${inMs} ms; the nodes answered ${words}; ${failed} of ${load.plain.sent} writes failed`;
    const base = {
        check: 'scale-without-failures',
        claim: 'a shard is added and removed without a failed write',
        requirement: 'horizontal-scaling',
    };
    if (load.plain.sent === 0)
        return {
            ...base,
            verdict: 'inconclusive',
            observed: 'nothing was written meanwhile',
            findings: [],
            remedy: 'Look at the probe.',
        };
    const { blackout } = load;
    // A write that was not answered in time is a time as well; any other error is not.
    const late = Object.keys(load.plain.errors).every((error) => error.startsWith('timeout'));
    if (failed > 0 && late && blackout !== undefined && mayExplain(blackout, undefined, 0))
        return {
            ...base,
            verdict: 'inconclusive',
            observed: `${observed}, but ${describeBlackout(blackout)}`,
            findings: [],
            remedy: blackoutRemedy,
        };
    const findings = failed === 0 ? [] : [{ message: observed, remedy: `Follow ASK and MOVED: ${JSON.stringify(load.plain.errors)}` }];
    return { ...base, verdict: failed === 0 ? 'pass' : 'fail', observed, findings };
}
/** How often the servers answered with each error so far (INFO errorstats, from 6.2). */
async function scale_counted({ ground, addresses }) {
    const calls = addresses.map(({ name }) => ({ node: name, args: ['INFO', 'errorstats'] }));
    const counts = {};
    for (const reply of await ground.probe.nodes.call(calls, ANSWER_MS)) {
        const text = reply.ok && typeof reply.value === 'string' ? reply.value : '';
        for (const [, word = '', count = '0'] of text.matchAll(/errorstat_(\w+):count=(\d+)/g))
            counts[word] = (counts[word] ?? 0) + Number(count);
    }
    return counts;
}
async function identities({ ground, addresses }) {
    const { views } = await (0,redis_snapshot/* takeSnapshot */.W9)(ground.probe.nodes, addresses.map(({ name }) => name), ANSWER_MS);
    const ids = new Map(views.map(({ name, id }) => [name, id]));
    return (name) => ids.get(name) ?? '';
}
async function slotsNow(bench) {
    const { views } = await (0,redis_snapshot/* takeSnapshot */.W9)(bench.ground.probe.nodes, (await rolesOf(bench)).map(({ primary }) => primary), ANSWER_MS);
    return Object.fromEntries(views.map((view) => [
        view.name,
        view.peers
            .filter(({ id }) => id === view.id)
            .flatMap(({ slots }) => slots.flatMap(({ first, last }) => Array.from({ length: last - first + 1 }, (_, index) => first + index))),
    ]));
}

;// CONCATENATED MODULE: ./lib/stages/redis/sessions.js




const FIRST_SECONDS = 60;
const SLID_SECONDS = 600;
const SHORT_MS = 300;
/** What a session store has to do: slide an expiry on every read, on all copies, and forget in time. */
async function sessions(bench) {
    const shards = await shardsOf(bench);
    const findings = [];
    for (const shard of shards)
        findings.push(...(await slide(bench, shard)), ...(await expire(bench, shard)));
    const judgement = {
        check: 'sessions-slide',
        claim: 'reading a session slides its expiry on the primary and every replica, and an expired one is gone on all',
        requirement: 'horizontal-scaling',
        verdict: findings.length > 0 ? 'fail' : shards.length === 0 ? 'inconclusive' : 'pass',
        observed: findings.length > 0
            ? describeFindings(findings)
            : `${shards.length} shards: GETEX slid ${FIRST_SECONDS} s to ${SLID_SECONDS} s, equal on all copies; ${SHORT_MS} ms sessions gone`,
        findings,
        remedy: 'Form the cluster first: no node owns a slot.',
    };
    return { judgements: [judgement], events: [] };
}
async function slide(bench, shard) {
    const key = (0,redis_slots/* keyWithin */.hF)(shard.range, 'scale-gate:slide:');
    const on = (args) => ({ node: shard.name, lane: 'session', args });
    const replies = await bench.ground.probe.nodes.call([
        on(['SET', key, 'intact', 'EX', String(FIRST_SECONDS)]),
        on(['PEXPIRETIME', key]),
        on(['GETEX', key, 'EX', String(SLID_SECONDS)]),
        on(['PEXPIRETIME', key]),
        on(['WAIT', String(shard.replicas.length), String(COPIES_MS)]),
    ], COPIES_MS + ANSWER_MS);
    const [first, value, slid] = [numberOf(replies[1]), replies[2], numberOf(replies[3])];
    const copies = await readCopies(bench, shard, key);
    await bench.ground.probe.nodes.call([on(['DEL', key])], ANSWER_MS);
    const gained = slid - first;
    const wanted = (SLID_SECONDS - FIRST_SECONDS) * 1000;
    return [
        ...(value?.ok && value.value === 'intact' ? [] : [sessions_fault(shard, shard.name, `GETEX gave ${sessions_wordsOf(value)}`)]),
        ...(Math.abs(gained - wanted) < 2000
            ? []
            : [sessions_fault(shard, shard.name, `GETEX moved the expiry by ${gained} ms, not ${wanted}`)]),
        ...copies.flatMap(({ node, value: copy, expiresAt }) => {
            if (copy?.ok !== true || copy.value !== 'intact')
                return [sessions_fault(shard, node, `${node} holds ${sessions_wordsOf(copy)}`)];
            return numberOf(expiresAt) === slid
                ? []
                : [sessions_fault(shard, node, `${node} lets it expire at ${sessions_wordsOf(expiresAt)}, the primary at ${slid}`)];
        }),
    ];
}
async function expire(bench, shard) {
    const key = (0,redis_slots/* keyWithin */.hF)(shard.range, 'scale-gate:expire:');
    await bench.ground.probe.nodes.call([{ node: shard.name, args: ['SET', key, 'short', 'PX', String(SHORT_MS)] }], ANSWER_MS);
    await bench.clock.sleep(SHORT_MS + 50, bench.context.signal);
    const copies = await readCopies(bench, shard, key);
    const [own] = await bench.ground.probe.nodes.call([{ node: shard.name, args: ['GET', key] }], ANSWER_MS);
    return [...copies.map(({ node, value }) => ({ node, value })), { node: shard.name, value: own }].flatMap(({ node, value }) => value?.ok && value.value === null
        ? []
        : [
            sessions_fault(shard, node, `${node} still gives ${sessions_wordsOf(value)} ${SHORT_MS + 50} ms after a session of ${SHORT_MS} ms`),
        ]);
}
async function readCopies({ ground }, { replicas }, key) {
    const calls = replicas.flatMap((node) => [['READONLY'], ['GET', key], ['PEXPIRETIME', key]].map((args) => ({ node, lane: 'read', args })));
    const replies = await ground.probe.nodes.call(calls, ANSWER_MS);
    return replicas.map((node, index) => ({ node, value: replies[index * 3 + 1], expiresAt: replies[index * 3 + 2] }));
}
function numberOf(reply) {
    return reply?.ok ? Number(reply.value) : Number.NaN;
}
function sessions_wordsOf(reply) {
    if (reply === undefined)
        return 'nothing';
    return reply.ok ? JSON.stringify(reply.value) : reply.error;
}
function sessions_fault({ name, range }, node, what) {
    return {
        node,
        message: `shard of ${name} (${(0,redis_slots/* describeSlots */.Js)([range])}): ${what}`,
        remedy: `Look at the clock and the replication of ${node}.`,
    };
}

;// CONCATENATED MODULE: ./lib/stages/redis/behaviours.js






const acts = {
    redirects: redirects,
    sessions: sessions,
    'planned-failover': plannedFailover,
    terminate: (bench) => harm(bench, 'terminate'),
    kill: (bench) => harm(bench, 'kill'),
    hang: (bench) => harm(bench, 'hang'),
    partition: partition,
    'restart-all': restartAll,
    scale: scale,
};
/** Does one thing to the cluster and says what came of it. */
function act(bench, behaviour) {
    return acts[behaviour](bench);
}

;// CONCATENATED MODULE: ./lib/stages/redis/quick-timeout.js
const KEY = 'cluster-node-timeout';
/** A node that needs longer than this to answer PING might be held for dead with the quickest timeout. */
const STARVED_MS = 150;
/**
 * Shortens the node timeout while the cluster forms. Gossip runs each half of it, and a primary waits up to it (at
 * most 5 s) before it says `ok` again (cluster.c, clusterUpdateState: rejoin delay); with 600 ms both take tenths of a
 * second. Busy machines get 2000 ms, so that nobody is held for dead by mistake.
 */
async function quicken(nodes, names, answerMs) {
    const pings = await nodes.call(names.map((node) => ({ node, args: ['PING'] })), answerMs);
    const slowest = Math.max(...pings.map(({ ms }) => ms));
    const ms = slowest > STARVED_MS ? 2000 : 600;
    const before = await nodes.call(names.map((node) => ({ node, args: ['CONFIG', 'GET', KEY] })), answerMs);
    const old = new Map(names.flatMap((name, index) => settingOf(before[index]) === undefined ? [] : [[name, settingOf(before[index]) ?? '']]));
    const longer = [...old.values()].some((value) => Number(value) > ms);
    const set = old.size === names.length && longer
        ? await put(nodes, new Map(names.map((name) => [name, String(ms)])), answerMs)
        : names;
    return {
        ms: set.length === 0 ? ms : undefined,
        restore: () => (longer ? put(nodes, old, answerMs) : Promise.resolve([])),
    };
}
/** Sets a value on each node and reads it back; names the nodes that have another one. */
async function put(nodes, values, answerMs) {
    const names = [...values.keys()];
    await nodes.call(names.map((node) => ({ node, args: ['CONFIG', 'SET', KEY, values.get(node) ?? ''] })), answerMs);
    const now = await nodes.call(names.map((node) => ({ node, args: ['CONFIG', 'GET', KEY] })), answerMs);
    return names.filter((name, index) => settingOf(now[index]) !== values.get(name));
}
function settingOf(reply) {
    const value = reply?.ok === true && Array.isArray(reply.value) ? reply.value[1] : undefined;
    return typeof value === 'string' ? value : undefined;
}

;// CONCATENATED MODULE: ./lib/stages/redis/bring-up.js





/** Forms the cluster (`create`) or just looks (`verify`), then waits for agreement and for it to hold. */
async function bringUp(bench) {
    const { spec, clock } = bench;
    const since = clock.monotonic();
    const made = spec.mode === 'create' ? await formQuickly(bench, since) : undefined;
    if (made !== undefined && made.formation.phase !== 'done')
        return stopped(made.formation);
    // What did not come to agree in its time has had its time.
    const failed = made !== undefined && made.first.soundAfterMs === undefined ? made.first : undefined;
    const held = failed ?? (await settleBench(bench, spec.holdSeconds * 1000, spec.timeoutSeconds * 1000, since));
    const blackout = await blackoutSince(bench, since);
    const soundAfterMs = made?.first.soundAfterMs ?? held.soundAfterMs;
    const heldFrom = held.breaks === 0 && made !== undefined ? { ...held.heldFrom, ...made.first.heldFrom } : held.heldFrom;
    return {
        judgements: [
            ...held.judgements,
            holding(bench, held, blackout),
            ...agreedInTime(bench, made === undefined ? undefined : soundAfterMs, made?.blackout),
            ...(made?.judgements ?? []),
        ],
        ...(made === undefined ? {} : { formation: made.formation }),
        heldFrom,
        ...(soundAfterMs === undefined ? {} : { soundAfterMs }),
        summary: summaryOf(bench, soundAfterMs, held, made !== undefined),
    };
}
async function formQuickly(bench, since) {
    const { spec, ground, clock, context, hosted, addresses, topology, log } = bench;
    const names = addresses.map(({ name }) => name);
    const quick = await quicken(ground.probe.nodes, names, ANSWER_MS);
    try {
        const members = hosted.map(({ name, machine }) => ({ name, machine }));
        const formation = await formation_form(ground.probe.nodes, clock, { topology, members, addresses, answerMs: ANSWER_MS, withinMs: spec.timeoutSeconds * 1000 }, context.signal);
        log.info(`formed as far as "${formation.phase}" with ${JSON.stringify(formation.commands)}`);
        const first = await settleBench(bench, 0, formation.phase === 'done' ? spec.timeoutSeconds * 1000 : 0, since);
        const blackout = await blackoutSince(bench, since);
        return { formation, first, blackout, judgements: restored(await quick.restore()) };
    }
    catch (error) {
        await quick.restore();
        throw error;
    }
}
function restored(left) {
    if (left.length === 0)
        return [];
    const message = `${left.join(', ')} kept the short cluster-node-timeout of the bring-up`;
    return [
        {
            check: 'node-timeout-restored',
            claim: 'the node timeout is what it was before the bring-up',
            requirement: 'configuration',
            verdict: 'fail',
            observed: message,
            findings: [{ message, remedy: 'Set cluster-node-timeout back on these nodes.' }],
        },
    ];
}
function stopped({ phase, stopped: why = 'no reason was given' }) {
    const message = `the bring-up stopped in phase "${phase}": ${why}`;
    const judgement = {
        check: 'formed',
        claim: 'the nodes form one cluster',
        requirement: 'horizontal-scaling',
        verdict: 'fail',
        observed: message,
        findings: [
            { message, remedy: 'Use empty nodes (delete their volumes), or mode: verify for a cluster that exists.' },
        ],
    };
    return { judgements: [judgement], heldFrom: {}, summary: message };
}
function holding({ spec }, { held, breaks, looks, soundAfterMs }, blackout) {
    const base = {
        check: 'held',
        claim: `the cluster stays sound for ${spec.holdSeconds} s`,
        requirement: 'horizontal-scaling',
    };
    if (held && breaks === 0)
        return {
            ...base,
            verdict: 'pass',
            observed: `sound at each of the looks (${looks} in all) for ${spec.holdSeconds} s`,
            findings: [],
        };
    const observed = soundAfterMs === undefined
        ? `not sound within ${spec.timeoutSeconds} s`
        : `sound, then not, ${(0,domain_amount/* amount */.v)(breaks, 'time')} in ${(0,domain_amount/* amount */.v)(looks, 'look')}`;
    const blind = blackout !== undefined && mayExplain(blackout, undefined, 0);
    return {
        ...base,
        verdict: held && !blind ? 'fail' : 'inconclusive',
        observed: blind ? `${observed}, but ${describeBlackout(blackout)}` : observed,
        findings: [],
        remedy: 'Look at the links and the load of the machines: a cluster that flaps loses writes.',
    };
}
function agreedInTime({ spec }, soundAfterMs, blackout) {
    if (soundAfterMs === undefined)
        return [];
    const { maxAgreeMs } = spec.budgets;
    const observed = `${soundAfterMs} ms from the first command, ${maxAgreeMs} allowed`;
    const base = {
        check: 'agreed-in-time',
        claim: 'all nodes agree on everything soon after the first command',
        requirement: 'horizontal-scaling',
    };
    if (soundAfterMs <= maxAgreeMs)
        return [{ ...base, verdict: 'pass', observed, findings: [] }];
    if (blackout !== undefined && mayExplain(blackout, soundAfterMs, maxAgreeMs)) {
        const seen = `${observed}, but ${describeBlackout(blackout)}`;
        return [{ ...base, verdict: 'inconclusive', observed: seen, findings: [], remedy: blackoutRemedy }];
    }
    const remedy = 'Give the machines more processor, or raise the budget.';
    return [{ ...base, verdict: 'fail', observed, findings: [{ message: observed, remedy }] }];
}
function summaryOf({ addresses }, soundAfterMs, { held }, formed) {
    if (soundAfterMs === undefined)
        return `${addresses.length} nodes did not come to agree`;
    return `${addresses.length} nodes ${formed ? 'formed and ' : ''}agreed on everything ${soundAfterMs} ms after the first command${held ? ' and held' : ''}`;
}

;// CONCATENATED MODULE: ./lib/stages/redis/client-losses.js
const base = {
    check: 'client-keeps-acks',
    claim: "the application's client, with its own options, loses no acknowledged write that raw connections keep",
    requirement: 'horizontal-scaling',
};
/**
 * Writes that the application's client was told were kept, and that are gone, in events in which raw connections lost
 * none. A command without a time limit waits in the socket of a node that hangs; when the node comes back it answers
 * before it learns that a replica has taken its place, and then throws the write away.
 */
function clientLosses(spec, events) {
    const comparable = events.filter(({ load }) => load.lost.acked > 0 && load.lost.lost + load.lost.unread === 0);
    const acked = comparable.reduce((sum, { load }) => sum + load.lostApp.acked, 0);
    const hurt = comparable.filter(({ load }) => load.lostApp.lost > 0);
    const told = hurt.map(lossOf).join('; ');
    const own = Object.keys(spec.appOptions).length > 0;
    if (!own)
        return {
            judgements: [],
            notes: hurt.length === 0 ? [] : [{ kind: 'advice', text: `with ioredis' defaults ${told}. ${changeOf(spec)}` }],
        };
    if (comparable.length === 0)
        return { judgements: [], notes: [] };
    return { judgements: [client_losses_judge(acked, told, changeOf(spec))], notes: [] };
}
function client_losses_judge(acked, told, remedy) {
    if (told !== '')
        return { ...base, verdict: 'fail', observed: told, findings: [{ message: `client fault: ${told}`, remedy }] };
    if (acked === 0)
        return { ...base, verdict: 'inconclusive', observed: 'nothing was acknowledged to it', findings: [] };
    return { ...base, verdict: 'pass', observed: `0 of ${acked} acknowledged writes lost`, findings: [] };
}
function lossOf({ behaviour, target, load: { lost, lostApp } }) {
    const over = (lostApp.windowMs / 1000).toFixed(2);
    return `a ${behaviour} of ${target} lost ${lostApp.lost} of ${lostApp.acked} writes acknowledged to the application's client, over ${over} s, and 0 of ${lost.acked} acknowledged to raw connections, which give a command up`;
}
function changeOf({ appOptions, nodeTimeoutMs }) {
    return appOptions['commandTimeout'] === undefined
        ? `Set commandTimeout below cluster-node-timeout (${nodeTimeoutMs} ms), or write with WAIT 1 what must not be lost.`
        : 'Write with WAIT 1 what must not be lost.';
}

;// CONCATENATED MODULE: ./lib/stages/redis/client-report.js

/** What ioredis does when nothing is said (lib/cluster/ClusterOptions.ts). */
const defaults = { maxRedirections: 16, retryDelayOnFailover: 100, retryDelayOnClusterDown: 100 };
function patienceOf({ appOptions }) {
    const number = (key) => typeof appOptions[key] === 'number' ? appOptions[key] : defaults[key];
    const redirections = number('maxRedirections');
    const delayMs = Math.min(number('retryDelayOnFailover'), number('retryDelayOnClusterDown'));
    return { redirections, delayMs, ms: redirections * delayMs };
}
/** What the events did to the application's client: whether it rode them out, and whether it kept what it acknowledged. */
function clientReport(spec, events) {
    const [ridden, kept] = [ridingOut(spec, events), clientLosses(spec, events)];
    return { judgements: [...ridden.judgements, ...kept.judgements], notes: [...ridden.notes, ...kept.notes] };
}
const client_report_base = {
    check: 'client-rides-it-out',
    claim: "the application's client, with its own options, rides out what the servers recover from",
    requirement: 'horizontal-scaling',
};
/**
 * Commands that failed for users although the servers came back: raw connections say how long the slots were not
 * served, the application's client says what users saw of it. A client that gives up sooner is the one to change.
 */
function ridingOut(spec, events) {
    if (events.length === 0)
        return { judgements: [], notes: [] };
    const own = Object.keys(spec.appOptions).length > 0;
    const sent = events.reduce((sum, { load }) => sum + load.app.sent, 0);
    const hurt = events.filter(({ load }) => load.app.failed > 0);
    const gap = Math.max(...events.map(({ load }) => load.hitGapMs));
    const patience = patienceOf(spec);
    const told = impatience(patience, hurt, sent, gap);
    // Without a delay no number of tries would do.
    const delayMs = patience.delayMs > 0 ? patience.delayMs : defaults.retryDelayOnFailover;
    const change = `Set maxRedirections ${Math.ceil((gap * 1.5) / delayMs)} at retryDelayOnFailover and retryDelayOnClusterDown ${delayMs}, or more.`;
    if (hurt.length > 0 && !own)
        return { judgements: [], notes: [{ kind: 'advice', text: `with ioredis' defaults ${told}. ${change}` }] };
    if (hurt.length > 0) {
        const findings = [{ message: `client fault: ${told}`, remedy: change }];
        return { judgements: [{ ...client_report_base, verdict: 'fail', observed: told, findings }], notes: [] };
    }
    return { judgements: [unhurt(sent, gap)], notes: [] };
}
function impatience(patience, hurt, sent, gap) {
    const failed = hurt.reduce((sum, { load }) => sum + load.app.failed, 0);
    const where = hurt.map(({ behaviour, load }) => `${load.app.failed} in ${behaviour}`).join(', ');
    return `${failed} of ${sent} commands of the application's client failed (${where}): it tries for ${patience.ms} ms (${patience.redirections} \u00d7 ${patience.delayMs} ms), slots were not served for up to ${gap} ms`;
}
function unhurt(sent, gap) {
    if (sent > 0) {
        const observed = `0 of ${sent} commands failed while slots were not served for up to ${gap} ms`;
        return { ...client_report_base, verdict: 'pass', observed, findings: [] };
    }
    const remedy = 'Look at its options: it may not be able to connect.';
    return { ...client_report_base, verdict: 'inconclusive', observed: 'it sent nothing', findings: [], remedy };
}
/** Advice out of the run's own numbers. */
function adviceFrom(events) {
    const of = (behaviour) => events.find((event) => event.behaviour === behaviour);
    const [planned, terminate] = [of('planned-failover'), of('terminate')];
    const advice = [];
    if (planned !== undefined && terminate !== undefined && terminate.load.hitGapMs > planned.load.hitGapMs * 5 + 500) {
        advice.push(`deleting ${terminate.target} stopped its shard's writes for ${client_report_seconds(terminate.load.hitGapMs)}, a planned failover for ${client_report_seconds(planned.load.hitGapMs)}: run CLUSTER FAILOVER on a replica before a primary stops (preStop)`);
    }
    for (const { behaviour, target, load } of [of('partition'), of('hang')].flatMap((event) => event ?? [])) {
        const { lost, lostWaited } = load;
        if (lost.lost === 0)
            continue;
        advice.push(`a ${behaviour} of ${target} lost ${lost.lost} of ${lost.acked} acknowledged plain writes over ${client_report_seconds(lost.windowMs)}, and ${lostWaited.lost} of ${lostWaited.acked} written with WAIT 1: write with WAIT 1 what must not be lost, or set min-replicas-to-write 1 to shorten the window`);
    }
    const stalled = events
        .filter(({ load }) => load.collateralMs > 500)
        .toSorted((a, b) => b.load.collateralMs - a.load.collateralMs)[0];
    if (stalled !== undefined)
        advice.push(`${stalled.behaviour} of ${stalled.target} stopped the other shards for ${client_report_seconds(stalled.load.collateralMs)}: cluster-require-full-coverage no keeps them going, except while a majority changes`);
    return advice.map((text) => ({ kind: 'advice', text }));
}
function client_report_seconds(ms) {
    return `${(ms / 1000).toFixed(2)} s`;
}

;// CONCATENATED MODULE: ./lib/stages/redis/preflight.js



/**
 * Opens a connection from every node to every other, on the client port and on the bus port, before anything is
 * formed: a blocked bus port is otherwise seen as a cluster that never comes about. Nothing where the environment has
 * no way to dial from inside a node.
 */
async function preflight(bench) {
    const { ground, context } = bench;
    bench.addresses = await withBusPorts(bench);
    const dial = async () => (await ground.hosts.dial?.(bench.addresses, context.signal)) ?? [];
    let dialled = await dial();
    // A machine that stands still answers no connection in time; one that is blocked is blocked every time.
    for (let tries = 1; tries < preflight_TRIES && dialled.some(({ failure }) => failure !== undefined); tries++)
        dialled = betterOf(dialled, await dial());
    return dialled.length === 0 ? [] : [judgeDialled(dialled, bench.addresses.length)];
}
const preflight_TRIES = 3;
/** Every connection that came about once; the others as they failed last. */
function betterOf(before, now) {
    const keyOf = ({ from, to, port }) => `${from}>${to}:${port}`;
    const again = new Map(now.map((one) => [keyOf(one), one]));
    return before.map((one) => (one.failure === undefined ? one : (again.get(keyOf(one)) ?? one)));
}
/** Each node's own word for its bus port: it need not be the client port and 10000 (cluster-port). */
async function withBusPorts({ ground, addresses }) {
    const names = addresses.map(({ name }) => name);
    const { views } = await (0,redis_snapshot/* takeSnapshot */.W9)(ground.probe.nodes, names, ANSWER_MS);
    return addresses.map((address) => {
        const view = views.find(({ name }) => name === address.name);
        const busPort = (view === undefined ? undefined : (0,redis_snapshot/* selfOf */.KV)(view))?.busPort ?? 0;
        return busPort === 0 ? address : { ...address, busPort };
    });
}
function judgeDialled(dialled, nodes) {
    const base = {
        check: 'ports-open',
        claim: 'every node reaches every other on its client port and its bus port',
        requirement: 'exposure',
    };
    const findings = dialled.flatMap(({ from, to, port, failure }) => failure === undefined
        ? []
        : [
            {
                node: from,
                message: `${from} does not reach ${to} on port ${port}: ${failure}`,
                remedy: `Allow port ${port} between the pods of the cluster: look at NetworkPolicies.`,
            },
        ]);
    if (findings.length > 0)
        return {
            ...base,
            verdict: 'fail',
            observed: `${findings.length} of ${dialled.length} connections failed: ${describeFindings(findings)}`,
            findings,
        };
    const expected = nodes * (nodes - 1) * 2;
    if (dialled.length < expected) {
        return {
            ...base,
            verdict: 'inconclusive',
            observed: `${dialled.length} of ${expected} connections could be tried`,
            findings,
            remedy: 'Use an image with bash and timeout, so that connections can be tried from inside the nodes.',
        };
    }
    return { ...base, verdict: 'pass', observed: `${dialled.length} connections opened`, findings };
}

;// CONCATENATED MODULE: ./lib/stages/redis/configuration.js

/** Keys that have to be the same on every node, and that the report tells. */
const configurationKeys = [
    'maxmemory',
    'maxmemory-policy',
    'appendonly',
    'appendfsync',
    'cluster-node-timeout',
    'cluster-require-full-coverage',
    'cluster-allow-replica-migration',
    'cluster-replica-validity-factor',
    'min-replicas-to-write',
    'repl-diskless-sync-delay',
];
/** Keys that are asked for besides; what they have to be, or whether they may differ, depends on what is wanted. */
const otherKeys = ['port', 'tls-cluster', 'tls-replication'];
const askedKeys = [...configurationKeys, ...otherKeys];
const sections = ['persistence', 'memory', 'stats', 'server'];
/** Asks every node for its settings in one round. */
async function readSettings(nodes, hosted, names, answerMs) {
    const questions = (node) => [
        ...askedKeys.map((key) => ({ node, args: ['CONFIG', 'GET', key] })),
        ...sections.map((section) => ({ node, args: ['INFO', section] })),
        { node, args: ['CLUSTER', 'INFO'], lane: 'anonymous', anonymous: true },
    ];
    const calls = names.map(questions);
    const replies = await nodes.call(calls.flat(), answerMs);
    const each = calls[0]?.length ?? 0;
    return names.map((name, index) => {
        const own = replies.slice(index * each, (index + 1) * each);
        const told = own.slice(0, askedKeys.length);
        return {
            name,
            config: Object.fromEntries(askedKeys.flatMap((key, at) => (pairOf(told[at]) === undefined ? [] : [[key, pairOf(told[at])]]))),
            info: Object.assign({}, ...own.slice(askedKeys.length, -1).map(infoOf)),
            anonymous: anonymity(own.at(-1)),
            host: hosted.find((node) => node.name === name),
        };
    });
}
function pairOf(reply) {
    const value = reply?.ok === true && Array.isArray(reply.value) ? reply.value[1] : undefined;
    return typeof value === 'string' ? value : undefined;
}
function infoOf(reply) {
    return reply?.ok === true && typeof reply.value === 'string' ? (0,cluster_nodes/* parseInfo */.YL)(reply.value) : {};
}
function anonymity(reply) {
    if (reply?.ok === true)
        return 'open';
    return reply !== undefined && !reply.ok && /NOAUTH|NOPERM|WRONGPASS/.test(reply.error) ? 'refused' : undefined;
}

;// CONCATENATED MODULE: ./lib/stages/redis/encryption-checks.js


/** A certificate that ends sooner than this is renewed too late by whoever does it by hand. */
const DAYS_LEFT = 14;
const DAY_MS = 86_400_000;
/** B14. Asked only where TLS is: whether anything still goes in clear, and for how long the certificate is good. */
function judgeEncryption(settings, { certificateExpires }, now) {
    return [
        judgeLinks(settings),
        ...(certificateExpires === undefined ? [] : [judgeCertificate(certificateExpires, now)]),
    ];
}
/** Each of them leaves a way open where it is otherwise; so each has to be told. */
const wanted = [
    ['tls-cluster', 'yes'],
    ['tls-replication', 'yes'],
    ['port', '0'],
];
function judgeLinks(settings) {
    const base = {
        check: 'encrypted',
        claim: 'clients, replication and the cluster bus speak TLS, and nothing listens in clear',
        requirement: 'exposure',
    };
    const findings = settings.flatMap(clearFaults);
    if (findings.length > 0)
        return { ...base, verdict: 'fail', observed: describeFindings(findings), findings };
    const untold = settings.filter(({ config }) => wanted.some(([key]) => config[key] === undefined));
    if (settings.length === 0 || untold.length > 0) {
        const observed = `${untold.length} of ${(0,domain_amount/* amount */.v)(settings.length, 'node')} did not tell their TLS settings (CONFIG GET refused?)`;
        return { ...base, verdict: 'inconclusive', observed, findings, remedy: 'Allow the probe\u2019s user CONFIG GET.' };
    }
    const observed = `tls-cluster and tls-replication yes, port 0 on ${(0,domain_amount/* amount */.v)(settings.length, 'node')}`;
    return { ...base, verdict: 'pass', observed, findings };
}
function clearFaults({ name, config }) {
    return wanted.flatMap(([key, right]) => {
        const value = config[key];
        if (value === undefined || value === right)
            return [];
        const message = `${name} has ${key} ${value}, TLS wants ${right}`;
        return [{ node: name, message, remedy: `Set ${key} ${right} on every node.` }];
    });
}
function judgeCertificate(expires, now) {
    const days = Math.floor((expires - now) / DAY_MS);
    const observed = days < 0 ? `it ended ${(0,domain_amount/* amount */.v)(-days, 'day')} ago` : `${(0,domain_amount/* amount */.v)(days, 'day')} left, ${DAYS_LEFT} wanted`;
    const remedy = 'Renew the certificate, and have the nodes read it again.';
    return {
        check: 'certificate-lasts',
        claim: "the nodes' certificate is good for two weeks more",
        requirement: 'configuration',
        verdict: days >= DAYS_LEFT ? 'pass' : 'fail',
        observed,
        findings: days >= DAYS_LEFT ? [] : [{ message: `the certificate: ${observed}`, remedy }],
    };
}

;// CONCATENATED MODULE: ./lib/stages/redis/settings-check.js

/** Says how many nodes do not tell a setting; undefined where all do. */
const settings_check_untold = (key) => (settings) => settings_check_silence(settings, ({ config }) => config[key], `${key} (CONFIG GET refused?)`);
/** The same of a line of INFO. */
const untoldInfo = (key) => (settings) => settings_check_silence(settings, ({ info }) => info[key], `${key} (INFO refused?)`);
function settings_check_silence(settings, value, what) {
    const silent = settings.filter((one) => value(one) === undefined).length;
    return silent === 0 ? undefined : `${(0,domain_amount/* amount */.v)(silent, 'node does', 'nodes do')} not tell ${what}`;
}
/** What the nodes say, each thing once. */
const said = (settings, key) => [...new Set(settings.map(({ config }) => config[key]))].join(' and ');

;// CONCATENATED MODULE: ./lib/stages/redis/storage-checks.js


/** Part of a memory limit that Redis may fill with data: the rest is for copies while forking, buffers and fragments. */
const MEMORY_SHARE = 0.75;
function storage_checks_limits(settings) {
    return [...new Set(settings.flatMap(({ host }) => host?.memoryLimit ?? []))].join(' and ');
}
const memoryRoom = {
    check: 'memory-room',
    claim: `maxmemory leaves a quarter of the memory limit for forks and buffers`,
    requirement: 'containers',
    holds: (settings) => `maxmemory ${said(settings, 'maxmemory')} of ${storage_checks_limits(settings)} bytes`,
    blind: (settings) => settings.some(({ host }) => host?.memoryLimit !== undefined)
        ? settings_check_untold('maxmemory')(settings)
        : 'no node has a memory limit that could be seen',
    find: (settings) => settings.flatMap(({ name, config, host }) => {
        const limit = host?.memoryLimit;
        if (limit === undefined || config.maxmemory === undefined)
            return [];
        const used = Number(config.maxmemory);
        if (used <= limit * MEMORY_SHARE)
            return [];
        return [
            {
                node: name,
                message: `${name} may fill ${used} of its ${limit} bytes (${Math.round((used / limit) * 100)} %)`,
                remedy: 'Lower maxmemory, or raise the memory limit.',
            },
        ];
    }),
};
const persisted = {
    check: 'persisted',
    claim: 'every node writes an append-only file to a volume that outlives it, and the last writes succeeded',
    requirement: 'containers',
    holds: (settings) => `appendonly on ${(0,domain_amount/* amount */.v)(settings.length, 'node')}, on ${(0,domain_amount/* amount */.v)(settings.filter(({ host }) => host?.persistent).length, 'claimed volume')}`,
    blind: (settings) => settings_check_untold('appendonly')(settings) ?? untoldInfo('aof_last_write_status')(settings) ?? storage_checks_unseen(settings),
    find: (settings) => settings.flatMap(persistenceFaults),
};
function storage_checks_unseen(settings) {
    const hidden = settings.filter(({ host }) => host?.persistent === undefined);
    return hidden.length === 0 ? undefined : `the volumes of ${(0,domain_amount/* amount */.v)(hidden.length, 'node')} cannot be seen`;
}
function persistenceFaults({ name, config, info, host }) {
    const faults = [];
    const fault = (message, remedy) => void faults.push({ node: name, message, remedy });
    if (config.appendonly === 'no')
        fault(`${name} has appendonly no: a restart empties it`, 'Set appendonly yes.');
    if (host?.persistent === false)
        fault(`${name} has no claimed volume: a new pod comes without nodes.conf, alone and empty`, 'Give it a volumeClaimTemplate.');
    for (const key of ['aof_last_write_status', 'rdb_last_bgsave_status']) {
        const status = info[key];
        if (status !== undefined && status !== 'ok')
            fault(`${name} says ${key}:${status}`, 'Look at its volume: it may be full or read-only.');
    }
    return faults;
}

;// CONCATENATED MODULE: ./lib/stages/redis/settings-checks.js





/** Keys that a node tells: a version may not have them all. */
function told(settings) {
    return configurationKeys.filter((key) => settings.some(({ config }) => config[key] !== undefined));
}
const sameEverywhere = {
    check: 'no-drift',
    claim: 'all nodes are set alike',
    requirement: 'configuration',
    holds: (settings) => `${(0,domain_amount/* amount */.v)(told(settings).length, 'setting')} equal on ${(0,domain_amount/* amount */.v)(settings.length, 'node')}`,
    blind: (settings) => {
        const keys = told(settings);
        if (keys.length === 0)
            return 'no node tells any of its settings (CONFIG GET refused?)';
        return keys.map((key) => settings_check_untold(key)(settings)).find((why) => why !== undefined);
    },
    find: (settings) => configurationKeys.flatMap((key) => {
        // A node that does not tell may be set like the others.
        const telling = settings.filter(({ config }) => config[key] !== undefined);
        const parties = [...Map.groupBy(telling, ({ config }) => config[key])];
        const [norm, ...odd] = parties.sort(([, a], [, b]) => b.length - a.length);
        if (norm === undefined)
            return [];
        return odd.flatMap(([value, nodes]) => nodes.map(({ name }) => ({
            node: name,
            message: `${name} has ${key} ${value}, ${(0,domain_amount/* amount */.v)(norm[1].length, 'other has', 'others have')} ${norm[0]}`,
            remedy: `Set ${key} alike on all nodes.`,
        })));
    }),
};
/** A policy that evicts logs users out without an error; it has to be someone's decision. */
const policyDeclared = {
    check: 'eviction-declared',
    claim: 'what happens to sessions when memory is full was decided: maxmemory is set, and its policy is the declared one',
    requirement: 'configuration',
    holds: (settings) => `maxmemory ${said(settings, 'maxmemory')} with ${said(settings, 'maxmemory-policy')}`,
    blind: (settings) => settings_check_untold('maxmemory-policy')(settings) ?? settings_check_untold('maxmemory')(settings),
    find: (settings, { maxmemoryPolicy }) => settings.flatMap(({ name, config }) => {
        const policy = config['maxmemory-policy'];
        const faults = [];
        if (config.maxmemory === '0')
            faults.push({
                node: name,
                message: `${name} has no maxmemory: the kernel ends it when the limit is reached`,
                remedy: 'Set maxmemory to three quarters of the memory limit or less.',
            });
        if (maxmemoryPolicy !== undefined && policy !== undefined && policy !== maxmemoryPolicy) {
            faults.push({
                node: name,
                message: `${name} has maxmemory-policy ${policy}, declared is ${maxmemoryPolicy}`,
                remedy: `Set maxmemory-policy ${maxmemoryPolicy}, or declare ${policy}.`,
            });
        }
        if (maxmemoryPolicy === undefined && policy !== undefined && policy !== 'noeviction') {
            faults.push({
                node: name,
                message: `${name} evicts by ${policy}, and nobody declared it: full memory logs users out silently`,
                remedy: `Declare redis-maxmemory-policy: ${policy}, or set noeviction.`,
            });
        }
        return faults;
    }),
};
const nothingEvicted = {
    check: 'nothing-evicted',
    claim: 'no key was evicted so far',
    requirement: 'configuration',
    holds: (settings) => `evicted_keys:0 on ${(0,domain_amount/* amount */.v)(settings.length, 'node')}`,
    blind: untoldInfo('evicted_keys'),
    find: (settings) => settings.flatMap(({ name, info }) => Number(info['evicted_keys'] ?? 0) > 0
        ? [
            {
                node: name,
                message: `${name} evicted ${(0,domain_amount/* amount */.v)(Number(info['evicted_keys']), 'key')}`,
                remedy: 'Give it more memory, or shorter sessions.',
            },
        ]
        : []),
};
const authenticated = {
    check: 'authenticated',
    claim: 'no node answers without a password',
    requirement: 'configuration',
    holds: (settings) => `${(0,domain_amount/* amount */.v)(settings.length, 'node')} refused a connection without a password`,
    blind: (settings) => {
        const unasked = settings.filter(({ anonymous }) => anonymous === undefined);
        return unasked.length === 0
            ? undefined
            : `${unasked.length} of ${(0,domain_amount/* amount */.v)(settings.length, 'node')} could not be asked without a password`;
    },
    find: (settings) => settings.flatMap(({ name, anonymous }) => anonymous === 'open'
        ? [
            {
                node: name,
                message: `${name} lets the default user in without a password`,
                remedy: 'Set requirepass and masterauth from a Secret, or switch the default user off.',
            },
        ]
        : []),
};
const oneShardDown = {
    check: 'partial-coverage',
    claim: 'a lost shard does not stop the others, or that was decided',
    requirement: 'configuration',
    holds: (settings) => `cluster-require-full-coverage ${said(settings, 'cluster-require-full-coverage')}`,
    blind: settings_check_untold('cluster-require-full-coverage'),
    find: (settings, { requireFullCoverage }) => settings.flatMap(({ name, config }) => {
        const value = config['cluster-require-full-coverage'];
        if (value === undefined || (value === 'yes') === requireFullCoverage)
            return [];
        return [
            {
                node: name,
                message: `${name} has cluster-require-full-coverage ${value}, declared is ${requireFullCoverage ? 'yes' : 'no'}${value === 'yes' ? ': one lost shard stops all of them' : ''}`,
                remedy: `Set cluster-require-full-coverage ${requireFullCoverage ? 'yes' : 'no'}, or declare what is there.`,
            },
        ];
    }),
};
const timeoutFitsBudget = {
    check: 'node-timeout-fits',
    claim: 'the node timeout leaves room for a failover within its budget',
    requirement: 'configuration',
    holds: (settings) => `cluster-node-timeout ${said(settings, 'cluster-node-timeout')} ms`,
    blind: settings_check_untold('cluster-node-timeout'),
    find: (settings, { budgets }) => settings.flatMap(({ name, config }) => {
        const timeout = Number(config['cluster-node-timeout'] ?? 0);
        // A replica stands for election half a second to a second after its primary is marked failed, which takes up to 1.5 timeouts.
        const expected = timeout * 1.5 + 1000;
        if (expected <= budgets.maxFailoverMs)
            return [];
        return [
            {
                node: name,
                message: `${name} has cluster-node-timeout ${timeout} ms: a failover takes about ${expected} ms, ${budgets.maxFailoverMs} are allowed`,
                remedy: 'Shorten cluster-node-timeout, or raise the budget.',
            },
        ];
    }),
};
const checks = [
    sameEverywhere,
    policyDeclared,
    nothingEvicted,
    memoryRoom,
    persisted,
    authenticated,
    oneShardDown,
    timeoutFitsBudget,
];
/** Tier B, what nodes are set to. What could not be seen is `inconclusive`, except where there is no limit to compare with. */
function judgeSettings(settings, spec) {
    return checks.map(({ check, claim, requirement, holds, find, blind }) => {
        const base = { check, claim, requirement };
        const findings = find(settings, spec);
        if (findings.length > 0)
            return { ...base, verdict: 'fail', observed: describeFindings(findings), findings };
        const unseen = settings.length === 0 ? 'no node told its settings' : blind?.(settings);
        if (unseen !== undefined)
            return {
                ...base,
                verdict: 'inconclusive',
                observed: unseen,
                findings,
                remedy: 'Allow the probe\u2019s user CONFIG GET and INFO, and set a memory limit.',
            };
        return { ...base, verdict: 'pass', observed: holds(settings), findings };
    });
}

;// CONCATENATED MODULE: ./lib/stages/redis/version-check.js


/** Which server a node runs, and of which version: `redis 8.0.6`, `valkey 8.1.1`. */
function serverOf({ info }) {
    // Valkey goes on calling itself redis_version 7.2.4, for clients that look at nothing else.
    const valkey = info['valkey_version'];
    if (valkey !== undefined)
        return `${info['server_name'] ?? 'valkey'} ${valkey}`;
    const redis = info['redis_version'];
    return redis === undefined ? undefined : `${info['server_name'] ?? 'redis'} ${redis}`;
}
/** Nodes of two versions replicate one way only, and a failover may turn that round. */
function judgeVersions(settings) {
    const base = {
        check: 'one-version',
        claim: 'all nodes run one server of one version',
        requirement: 'containers',
    };
    const parties = [...Map.groupBy(settings, serverOf).entries()].sort(([, a], [, b]) => b.length - a.length);
    const untold = settings.filter((one) => serverOf(one) === undefined);
    const [norm, ...odd] = parties.filter(([server]) => server !== undefined);
    const others = norm === undefined ? '' : `${(0,domain_amount/* amount */.v)(norm[1].length, 'other runs', 'others run')} ${norm[0]}`;
    const findings = odd.flatMap(([server, nodes]) => nodes.map(({ name }) => ({
        node: name,
        message: `${name} runs ${server}, ${others}`,
        remedy: 'Finish the upgrade: one image on every node.',
    })));
    if (findings.length > 0)
        return { ...base, verdict: 'fail', observed: describeFindings(findings), findings };
    if (norm === undefined || untold.length > 0) {
        const observed = `${untold.length} of ${(0,domain_amount/* amount */.v)(settings.length, 'node')} did not tell their version (INFO refused?)`;
        return { ...base, verdict: 'inconclusive', observed, findings, remedy: 'Allow the probe\u2019s user INFO.' };
    }
    return { ...base, verdict: 'pass', observed: `${norm[0]} on ${(0,domain_amount/* amount */.v)(settings.length, 'node')}`, findings };
}

;// CONCATENATED MODULE: ./lib/stages/redis/surroundings.js







async function surroundings(bench) {
    const { ground, context, spec, addresses, hosted, topology } = bench;
    const names = addresses.map(({ name }) => name);
    const [snapshot, settings, facts] = await Promise.all([
        (0,redis_snapshot/* takeSnapshot */.W9)(ground.probe.nodes, names, ANSWER_MS),
        readSettings(ground.probe.nodes, hosted, names, ANSWER_MS),
        ground.hosts.facts(context.signal),
    ]);
    bench.nodeTimeoutMs = Math.max(...settings.map(({ config }) => Number(config['cluster-node-timeout'] ?? spec.nodeTimeoutMs)));
    const members = hosted.map(({ name, machine }) => ({ name, machine }));
    return {
        judgements: [
            ...judgePlacement(shardsIn(snapshot), members, topology),
            judgeVersions(settings),
            ...judgeSettings(settings, spec),
            ...judgeHosting(facts),
            ...(spec.tls === undefined ? [] : judgeEncryption(settings, facts, bench.clock.now())),
        ],
        notes: limitsOfProof(members, facts),
    };
}

;// CONCATENATED MODULE: ./lib/stages/redis/stage.js












/** Brings up, or takes, a Redis Cluster, and verifies it from every node's own view and by what it does. */
function redisStage(ports) {
    return { name: 'redis', plan, run: (spec, context) => run(ports, spec, context) };
}
function plan(spec) {
    if (spec.mode === 'off')
        return ['nothing: no Redis Cluster is asked for'];
    const topology = describeTopology((0,redis_spec/* topologyOf */.dA)(spec));
    const where = `${spec.namespace}/${spec.name}`;
    return [
        spec.mode === 'create'
            ? `bring up ${topology} as ${where} from ${spec.image}`
            : `take ${topology} at ${where} as it is`,
        ...(spec.mode === 'create' ? ['form the cluster by direct commands, placing no replica beside its primary'] : []),
        `verify from every node's own view, held for ${spec.holdSeconds} s`,
        'write and read a session through each shard',
        ...spec.behaviours.map((behaviour) => `measure ${behaviour}`),
    ];
}
async function run(ports, spec, context) {
    if (spec.mode === 'off')
        return { evidence: [], output: stage_outputOf(spec, 'nowhere', [], []) };
    ports.log.info(`topology: ${describeTopology((0,redis_spec/* topologyOf */.dA)(spec))}`);
    const hosting = hostingOf(spec);
    const ground = await (spec.mode === 'create'
        ? ports.grounds.create(hosting, context.signal)
        : awaited(ports, hosting, spec, context));
    try {
        return await verify(openWorkbench(spec, ground, ports.clock, ports.log, context));
    }
    finally {
        await ground.probe.close();
    }
}
/** Nodes that the service's own manifests bring are applied beside this stage: they are waited for, not missed. */
async function awaited({ grounds, clock, log }, hosting, { timeoutSeconds }, { signal }) {
    await waitFor({
        what: `the nodes of ${hosting.namespace}/${hosting.name} are there`,
        deadlineMs: timeoutSeconds * 1000,
        intervalMs: 500,
        observe: async (look) => (await grounds.exists(hosting, look))
            ? { done: true, state: true }
            : { done: false, seen: 'no such nodes yet' },
    }, { clock, log, signal });
    // Where nothing came, this says what is missing.
    return grounds.find(hosting, signal);
}
async function verify(bench) {
    const { spec, ground, clock } = bench;
    const judgements = [];
    const events = [];
    let up;
    let around = { judgements: [], notes: [] };
    const conclude = () => ({
        evidence: judgements.map((judgement) => asEvidence(judgement, ground.probe.where, clock)),
        notes: [...stage_notesOf(up, events), ...around.notes, ...clientReport(spec, events).notes, ...adviceFrom(events)],
        output: {
            ...stage_outputOf(spec, ground.probe.where, judgements, events),
            ...(up === undefined ? {} : { bringUp: withoutJudgements(up) }),
        },
    });
    judgements.push(await awaitNodes(bench));
    if (judgements.some(({ verdict }) => verdict !== 'pass'))
        return conclude();
    judgements.push(...(await preflight(bench)));
    // What cannot be formed is not formed; a cluster that exists is looked at all the same.
    if (bench.spec.mode === 'create' && judgements.some(({ verdict }) => verdict === 'fail'))
        return conclude();
    up = await bringUp(bench);
    judgements.push(...up.judgements);
    if (up.judgements.some(({ verdict }) => verdict !== 'pass')) {
        judgements.push(...(await faultsAround(bench, up)));
        return conclude();
    }
    around = await surroundings(bench);
    judgements.push(...around.judgements);
    judgements.push(await writeAndRead(bench));
    for (const behaviour of redis_spec/* behaviours */.x0.filter((one) => spec.behaviours.includes(one))) {
        bench.log.info(`behaviour: ${behaviour}`);
        const conclusion = await act(bench, behaviour);
        for (const { verdict, claim, observed } of conclusion.judgements)
            bench.log.info(`${verdict}: ${claim}: ${observed}`);
        judgements.push(...conclusion.judgements);
        events.push(...conclusion.events);
    }
    judgements.push(...clientReport(spec, events).judgements);
    if (spec.behaviours.length > 0)
        judgements.push(...(await stillSound(bench)));
    return conclude();
}
/** Where the structure is broken its other faults are told with it; what is in order there would prove nothing. */
async function faultsAround(bench, up) {
    if (!up.judgements.some(({ verdict }) => verdict === 'fail'))
        return [];
    const { judgements } = await surroundings(bench);
    return judgements.filter(({ verdict }) => verdict === 'fail');
}
function withoutJudgements({ judgements: _, ...rest }) {
    return rest;
}
/** After everything that was done: the same properties once more, so that nothing is left broken unsaid. */
async function stillSound(bench) {
    const settled = await settleBench(bench, 500, bench.spec.timeoutSeconds * 1000);
    return settled.judgements.map((judgement) => ({
        ...judgement,
        check: `${judgement.check}-at-the-end`,
        claim: `at the end, ${judgement.claim}`,
    }));
}
function asEvidence(judgement, where, clock) {
    return evidenceOf(judgement, `every node, asked by ${where}`, new Date(clock.now()).toISOString());
}
function stage_notesOf(up, events) {
    const measured = events.map(({ behaviour, target, promoteMs, load }) => ({
        kind: 'measured',
        text: `${behaviour} of ${target}: promoted after ${promoteMs ?? '?'} ms, ${load.plain.failed} of ${load.plain.sent} raw and ${load.app.failed} of ${load.app.sent} application writes failed, ${load.lost.lost} acknowledged lost`,
    }));
    return [...(up === undefined ? [] : [{ kind: 'measured', text: up.summary }]), ...measured];
}
function hostingOf(spec) {
    const { namespace, name, image, probeImage, auth, tls, storage, memory, maxmemory, requireFullCoverage } = spec;
    return {
        namespace,
        name,
        image,
        probeImage,
        nodes: nodesTotal((0,redis_spec/* topologyOf */.dA)(spec)),
        auth,
        tls,
        storage,
        memory,
        maxmemory,
        maxmemoryPolicy: spec.maxmemoryPolicy ?? 'noeviction',
        nodeTimeout: spec.nodeTimeoutMs,
        requireFullCoverage,
    };
}
function stage_outputOf(spec, probe, judgements, events) {
    const topology = (0,redis_spec/* topologyOf */.dA)(spec);
    return {
        topology: describeTopology(topology),
        nodesTotal: nodesTotal(topology),
        seed: `${spec.name}.${spec.namespace}:6379`,
        image: spec.image,
        probe,
        judgements,
        events,
    };
}

// EXTERNAL MODULE: ./lib/entry/lint-ports.js + 68 modules
var lint_ports = __webpack_require__(4633);
;// CONCATENATED MODULE: ./lib/entry/wiring.js






























/** The one place where adapters meet stages. */
class Wiring {
    #host;
    #tools;
    #clients = new Map();
    #clusters = new Map();
    /** Namespaces that this run made. */
    #made = new Set();
    constructor(host, tools) {
        this.#host = host;
        this.#tools = tools;
    }
    lint(namespace) {
        return (0,lint/* lintStage */.I)(this.#lintPorts(namespace, this.#host.boundary));
    }
    #lintPorts(namespace, boundary) {
        const service = external_node_path_.basename(external_node_path_.resolve(this.#host.folder));
        return (0,lint_ports/* lintPorts */.m)(this.#tools.commands, service, namespace, boundary, () => this.privateFolder());
    }
    /** A folder of this run alone, which is owned before it is made: its kubeconfig, and what tools need for a while. */
    async privateFolder() {
        const { run, scratch } = this.#host;
        const folder = external_node_path_.join(scratch, run);
        await this.#tools.journal.own(run, { type: 'path', path: folder });
        await (0,promises_.mkdir)(folder, { recursive: true, mode: 0o700 });
        return folder;
    }
    /** Objects of another state of the service, which are deployed and not judged. */
    async manifests(paths, namespace, signal) {
        const ports = this.#lintPorts(namespace);
        const { texts } = await ports.source.read(paths, { signal });
        return texts.flatMap(({ file, text }) => ports.read(file, text).manifests);
    }
    provision(onUsable) {
        const log = this.#host.logs.log('provision');
        return provisionStage({
            clusters: kindProvider(this.#tools.commands, 'kind', log),
            platform: async (cluster) => kubernetesPlatform(await this.client(cluster), INGRESS_NODE_PORT),
            http: nodeHttpProbe,
            clock: clock/* systemClock */.m,
            log,
            onUsable,
        });
    }
    attach(onUsable) {
        return attachStage({
            platform: async (cluster) => kubernetesPlatform(await this.client(cluster), INGRESS_NODE_PORT),
            http: nodeHttpProbe,
            clock: clock/* systemClock */.m,
            log: this.#host.logs.log('provision'),
            onUsable,
        });
    }
    deploy() {
        return deployStage({
            deployment: async (cluster) => kubernetesDeployment(await this.client(cluster)),
            http: nodeHttpProbe,
            host: hostLoad(),
            clock: clock/* systemClock */.m,
            log: this.#host.logs.log('deploy'),
        });
    }
    async prepareNamespace(cluster, namespace, secrets, context) {
        const deployment = kubernetesDeployment(await this.client(cluster));
        // On a cluster that stays, the namespace is what the run owns, and what is deleted afterwards.
        if (!cluster.ephemeral)
            await ownNamespace(namespace, cluster, deployment, context);
        this.#made.add(namespace);
        await prepareNamespace(namespace, secrets, deployment, context, this.#host.logs.log('deploy'));
    }
    async redis(cluster) {
        const grounds = kubernetesRedisGrounds({
            client: await this.client(cluster),
            clock: clock/* systemClock */.m,
            bundle: () => (0,promises_.readFile)(this.#host.bundle('probe'), 'utf8'),
            outside: async (login, dial) => {
                const { probeService } = await Promise.all(/* import() */[__webpack_require__.e(830), __webpack_require__.e(796), __webpack_require__.e(1)]).then(__webpack_require__.bind(__webpack_require__, 1));
                return probeService(login, clock/* systemClock */.m, dial);
            },
            pulse: (0,pulse/* processPulse */.L)('the gate'),
            // Only machines of our own cluster are touched from below.
            ...(cluster.ephemeral ? { shell: dockerMachineShell(this.#tools.commands) } : {}),
        });
        return redisStage({ grounds, clock: clock/* systemClock */.m, log: this.#host.logs.log('redis') });
    }
    /** @param timeline file for the run's timeline; undefined keeps none. */
    async load(cluster, timeline) {
        const client = await this.client(cluster);
        return loadStage({
            ...(timeline === undefined
                ? {}
                : { timeline: timelineFile(timeline, (row) => redactDeep(row, this.#tools.redactor)) }),
            generator: httpGenerator(this.#host.bundle('load-worker')),
            scripted: k6Script(this.#tools.commands, () => this.privateFolder()),
            observer: kubernetesAutoscalerObserver(client),
            host: hostLoad(),
            copies: { deployment: kubernetesDeployment(client), http: nodeHttpProbe },
            clock: clock/* systemClock */.m,
            log: this.#host.logs.log('load'),
        });
    }
    /** Of a cluster that is ours all is shown; of another one the namespace that we made. */
    diagnostics(namespace) {
        const salt = (0,external_node_crypto_.randomBytes)(16).toString('hex');
        return [...this.#clusters.values()].flatMap((cluster) => {
            const mayLook = cluster.ephemeral || this.#made.has(namespace);
            const scope = { namespace: mayLook ? namespace : undefined, whole: cluster.ephemeral, salt };
            const api = {
                collect: async (signal) => kubernetesDiagnostics(await this.client(cluster), scope).collect(signal),
            };
            return cluster.ephemeral ? [api, dockerNodeDiagnostics(this.#tools.commands, cluster.nodes)] : [api];
        });
    }
    promote() {
        return promoteStage({ clock: clock/* systemClock */.m });
    }
    /** One client a cluster, kept: connections and discovery are worth keeping. */
    client(cluster) {
        const { kubeconfig, context } = cluster;
        const key = `${kubeconfig}#${context ?? ''}`;
        const client = this.#clients.get(key) ?? KubeClient.open(kubeconfig, context);
        this.#clients.set(key, client);
        this.#clusters.set(key, cluster);
        return client;
    }
    async close() {
        for (const client of this.#clients.values())
            (await client.catch(() => undefined))?.close();
    }
}

;// CONCATENATED MODULE: ./lib/entry/gate.js














/** Runs the gate over a service, from manifests to decision. Rejects for invalid input only; all else is in the report. */
async function runGate(spec, host, tools, cancel) {
    const [startedAt, begun] = [new Date(clock/* systemClock */.m.now()).toISOString(), clock/* systemClock */.m.monotonic()];
    const overdue = new AbortController();
    const timer = setTimeout(() => overdue.abort(tooLate(spec.timeoutSeconds)), spec.timeoutSeconds * 1000);
    const context = {
        signal: AbortSignal.any([cancel, overdue.signal]),
        own: (owned) => tools.journal.own(host.run, owned),
        disown: (owned) => tools.journal.release(host.run, owned),
    };
    const wiring = new Wiring(host, tools);
    try {
        const seen = { earlier: await readEarlier(spec.promote.reports, host.folder) };
        const parts = new GateParts(spec, host, wiring, secretsOf(spec, host, tools, seen), seen);
        const found = await foundBy(await runPipeline(parts, context, clock/* systemClock */.m, host.logs), spec, host, seen);
        const diagnostics = found.decision === 'promote'
            ? undefined
            : await showWhy(spec, host, wiring.diagnostics(parts.namespace), tools, cancel);
        const report = {
            schema: 'scale-gate/report-v1',
            version: host.version,
            run: host.run,
            service: serviceOf(spec, host, seen),
            subject: await run_facts_subjectOf(host, seen),
            ...found,
            reason: (0,reason/* reasonOf */.A)(found),
            ...(diagnostics === undefined ? {} : { diagnostics }),
            startedAt,
            durationMs: Math.round(clock/* systemClock */.m.monotonic() - begun),
        };
        return redactReport(report, tools.redactor);
    }
    finally {
        clearTimeout(timer);
        await wiring.close();
    }
}
/** What this run and the earlier ones that it goes on from found out, and what that decides. */
async function foundBy({ stages: own, skipped }, spec, host, seen) {
    const earlier = collectedEarlier(seen, await run_facts_subjectOf(host, seen)).flatMap((one) => one.stages);
    const stages = worstOfEach([...earlier, ...own]);
    return { stages, skipped, decision: (0,domain_report/* decide */.L)(stages, requiredStages(spec)) };
}
/** As given, else called after its first Deployment, else after its folder. */
function serviceOf({ service }, { folder }, { lint }) {
    const workload = lint?.manifests.find(({ kind }) => kind === 'Deployment')?.name;
    return service ?? workload ?? external_node_path_.basename(external_node_path_.resolve(folder));
}
/** What can still be seen of the cluster, before whoever made it deletes it. */
function showWhy(spec, host, sources, { redactor }, cancel) {
    const place = { folder: external_node_path_.resolve(host.folder, spec.reports.folder), run: host.run };
    const ms = cancel.aborted ? diagnosticsMs.cancelled : diagnosticsMs.ended;
    return keepDiagnostics(sources, redactor, place, ms, cancel);
}
/** Secrets are read before anything is made, and known to the redactor before anything is said. */
function secretsOf(spec, host, { redactor }, seen) {
    if (!stagesToRun(spec, seen).includes('deploy'))
        return [];
    const secrets = readSecrets(spec.deploy.secrets, host.folder, host.env);
    for (const { entries } of secrets)
        for (const value of Object.values(entries))
            redactor.learn(value.reveal());
    return secrets;
}
function tooLate(seconds) {
    return new domain_error/* GateError */.ue('TIMED_OUT', `the run was not over after ${seconds} s`, {
        hint: 'Raise `timeout`, or look at which stage took long.',
    });
}

// EXTERNAL MODULE: ./lib/entry/inputs/parse.js + 9 modules
var inputs_parse = __webpack_require__(6292);
// EXTERNAL MODULE: ./lib/entry/named-paths.js
var named_paths = __webpack_require__(716);
// EXTERNAL MODULE: ./lib/entry/session.js + 12 modules
var entry_session = __webpack_require__(6455);
;// CONCATENATED MODULE: ./lib/entry/stage-logs.js

/**
 * Stages run side by side, and their logs are read one after the other: the first stage that is under way is printed
 * as it happens, the others are kept until it is their turn.
 */
class StageLogs {
    #sink;
    #clean;
    #chapters = new Map();
    #open;
    /** `clean` makes a line fit to be seen: no secret, nothing that a terminal or a runner takes for a command. */
    constructor(sink, clean) {
        this.#sink = sink;
        this.#clean = clean;
    }
    log(stage) {
        const write = (level) => (text) => this.#write(stage, level, text);
        return { info: write('info'), warn: write('warn'), debug: write('debug'), progress: write('progress') };
    }
    begin(stage) {
        this.#chapters.set(stage, { lines: [] });
        this.#turn();
    }
    end(report) {
        const chapter = this.#chapters.get(report.stage);
        if (chapter === undefined)
            return;
        chapter.report = mapText(report, this.#clean);
        this.#turn();
    }
    #write(stage, level, line) {
        const text = this.#clean(line);
        const chapter = this.#chapters.get(stage);
        if (chapter === undefined)
            return;
        if (this.#open === stage)
            this.#sink.line(level, text);
        // What was waited for is of no interest once it is over.
        else if (level !== 'progress')
            chapter.lines.push({ level, text });
    }
    /** Closes the stage that is printed when it is over, and opens the next one that is under way. */
    #turn() {
        for (;;) {
            const current = this.#open === undefined ? undefined : this.#chapters.get(this.#open);
            if (current !== undefined && current.report === undefined)
                return;
            if (current?.report !== undefined)
                this.#close(current.report);
            const next = domain_stage/* stageNames */.h.find((name) => this.#chapters.has(name));
            if (next === undefined)
                return;
            this.#open = next;
            this.#sink.open(next);
            for (const { level, text } of this.#chapters.get(next)?.lines ?? [])
                this.#sink.line(level, text);
        }
    }
    #close(report) {
        this.#sink.close(report);
        this.#chapters.delete(report.stage);
        this.#open = undefined;
    }
}
/** Every text of a report through `clean`: claims and observations name foreign objects. */
function mapText(report, clean) {
    const map = (value) => {
        if (typeof value === 'string')
            return value.split('\n').map(clean).join('\n');
        if (Array.isArray(value))
            return value.map(map);
        if (typeof value !== 'object' || value === null)
            return value;
        return Object.fromEntries(Object.entries(value).map(([key, inner]) => [key, map(inner)]));
    };
    const { data: _, ...said } = report;
    return map(said);
}

// EXTERNAL MODULE: ./lib/entry/territories.js
var territories = __webpack_require__(5458);
// EXTERNAL MODULE: ./lib/entry/version.js
var version = __webpack_require__(7136);
// EXTERNAL MODULE: ./lib/entry/cli/plain-log.js
var plain_log = __webpack_require__(8010);
// EXTERNAL MODULE: external "node:readline"
var external_node_readline_ = __webpack_require__(481);
;// CONCATENATED MODULE: ./lib/entry/cli/terminal.js

const titles = {
    lint: 'judge the manifests before there is a cluster',
    provision: 'create an ephemeral cluster and see that it works',
    deploy: 'put the service into it and follow its rollout',
    redis: 'bring up the Redis Cluster and verify it from every node',
    load: 'prove by load that autoscaling works, up and down',
    promote: 'judge the evidence',
};
const marks = {
    pass: ['\u2713', '32'],
    fail: ['\u2717', '31'],
    inconclusive: ['?', '33'],
};
/** Text for people. On a terminal the newest progress line replaces the one before; elsewhere each is a line. */
function terminalSink(out, { verbose, color }) {
    const style = (code, text) => (color ? `\u001b[${code}m${text}\u001b[0m` : text);
    let transient = false;
    const clear = () => {
        if (transient) {
            (0,external_node_readline_.clearLine)(out, 0);
            (0,external_node_readline_.cursorTo)(out, 0);
        }
        transient = false;
    };
    const print = (text) => {
        clear();
        out.write(`${text}\n`);
    };
    return {
        open: (stage) => print(`${style('1', `\u25b8 ${stage}`)} \u00b7 ${titles[stage]}`),
        line(level, text) {
            if (level === 'debug' && !verbose)
                return;
            const indented = `    ${text}`;
            if (level !== 'progress' || !out.isTTY) {
                print(level === 'info' ? indented : style(level === 'warn' ? '33' : '2', indented));
                return;
            }
            clear();
            out.write(style('2', indented.slice(0, Math.max(20, out.columns - 1))));
            transient = true;
        },
        close: (report) => print(closing(report, style)),
    };
}
function closing({ stage, verdict, durationMs, evidence, error }, style) {
    const [mark, code] = marks[verdict];
    const passed = evidence.filter((one) => one.verdict === 'pass').length;
    const head = style(code, `${mark} ${stage} ${verdict}`);
    const lines = [`${head} in ${(durationMs / 1000).toFixed(1)} s, ${passed} of ${evidence.length} claims observed`];
    for (const one of evidence.filter((other) => other.verdict !== 'pass')) {
        lines.push(`    ${style(code, one.verdict)}: ${one.claim}: ${one.observed}`, ...(one.remedy === undefined ? [] : [`    what to do: ${one.remedy}`]));
    }
    if (error !== undefined)
        lines.push(`    ${style(code, error.code)}: ${error.message}`, `    what to do: ${error.hint}`);
    return lines.join('\n');
}

;// CONCATENATED MODULE: ./lib/entry/cli/run.js




















/** `scale-gate run`, and each stage command: everything up to that stage. Everything made is deleted again, unless `cluster-keep`. */
async function gateCommand(asked) {
    const folder = asked.operands[0] ?? '.';
    const spec = specOf(asked, folder);
    const boundary = (0,named_paths/* boundaryOf */.iH)({ spec, folder, given: asked.given }, (0,territories/* shellTerritory */.bj)(folder));
    const session = (0,entry_session/* openSession */.f)(process.env, undefined, (0,entry_session/* toolWishes */.c)(spec.tools, folder));
    const { run, scratch, tools } = session;
    const out = process.stdout;
    const color = out.isTTY && process.env['NO_COLOR'] === undefined;
    const log = (0,plain_log/* plainLog */.L)(out, asked.verbose, session.clean);
    const { signal, dispose } = cancellation(() => log.warn(`ended at once; delete what is left with: scale-gate cleanup ${run}`));
    const logs = new StageLogs(terminalSink(out, { verbose: asked.verbose, color }), session.clean);
    const ports = (0,cleaning/* teardownPorts */.d)(tools.commands, tools.journal, scratch, log);
    try {
        await (0,teardown/* reap */.xg)(cleaning/* lostAfterMs */.j, ports).catch((error) => log.warn(`what lost runs left could not be deleted: ${error instanceof Error ? error.message : String(error)}`));
        if (spec.cluster.keep)
            await tools.journal.keep(run);
        const report = await runGate(spec, hostOf(session, folder, boundary, logs), tools, signal);
        await tell(report, spec, folder, color);
        return domain_verdict/* exitCodes */.hS[report.decision];
    }
    finally {
        if (spec.cluster.keep)
            log.info(`the cluster is kept; delete it with: scale-gate cleanup ${run}`);
        else
            await (0,teardown/* teardown */.zN)(await tools.journal.owned(run), ports);
        dispose();
    }
}
function hostOf({ run, scratch }, folder, boundary, logs) {
    return {
        run,
        version: version/* packageVersion */.T,
        folder,
        boundary,
        scratch,
        env: process.env,
        logs,
        bundle: bundleFile,
        commit: () => checkoutCommit(folder),
    };
}
/** The report as files, and as text for whoever waits at the terminal. */
async function tell(report, spec, folder, colour) {
    // As the user would type it: below the folder of the service, unless it is absolute.
    const reports = external_node_path_.isAbsolute(spec.reports.folder) ? spec.reports.folder : external_node_path_.join(folder, spec.reports.folder);
    const written = await writeReports(report, reports, spec.reports.formats);
    const { diagnostics } = report;
    const more = diagnostics === undefined ? '' : `diagnostics: ${external_node_path_.join(reports, diagnostics)}\n`;
    const text = renderText(report, { colour, width: process.stdout.columns ?? 100 });
    process.stdout.write(`\n${text}\n\nreports: ${written.join(', ')}\n${more}`);
}
function specOf(asked, folder) {
    const config = (0,config_file/* configFile */.Z)(folder, asked.config);
    const spec = (0,inputs_parse.parseOptions)({
        ...(config === undefined ? {} : { config }),
        given: asked.given,
        label: (name) => `--${name}`,
    });
    const last = domain_stage/* stageNames */.h.indexOf(asked.command);
    return last < 0 ? spec : { ...spec, stages: spec.stages.filter((name) => domain_stage/* stageNames */.h.indexOf(name) <= last) };
}


/***/ }),

/***/ 4144:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   o: () => (/* binding */ sessionValue)
/* harmony export */ });
/** The value that a load writes under a key, so that what is read back can be told from something else. */
function sessionValue(key) {
    return `session:${key}:intact`;
}


/***/ }),

/***/ 2689:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

__webpack_require__.r(__webpack_exports__);
/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   renderJson: () => (/* binding */ renderJson)
/* harmony export */ });
/** report.json: the report as it is, in the form of schema/report.schema.json. */
function renderJson(report) {
    return `${JSON.stringify(report, null, 2)}\n`;
}


/***/ }),

/***/ 7523:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

__webpack_require__.r(__webpack_exports__);
/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   renderJunit: () => (/* binding */ renderJunit)
/* harmony export */ });
/* harmony import */ var _xml_text_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(4940);

/**
 * JUnit XML: a suite for each stage, a case for each claim. What could not be found out is an `error`, what is bad a
 * `failure`, and a stage that was not reached is skipped.
 */
function renderJunit(report) {
    const { service, durationMs, stages, skipped } = report;
    const suites = stages.map(suite).join('');
    const rest = skipped.map(({ stage, reason }) => `  <testsuite name="${stage}" tests="1" failures="0" errors="0" skipped="1" time="0">\n` +
        `    <testcase classname="${stage}" name="not reached" time="0"><skipped message="${(0,_xml_text_js__WEBPACK_IMPORTED_MODULE_0__/* .xml */ ._)(reason)}"/></testcase>\n  </testsuite>\n`);
    const cases = stages.flatMap(casesOf);
    const count = (verdict) => cases.filter((one) => one.verdict === verdict).length;
    return ('<?xml version="1.0" encoding="UTF-8"?>\n' +
        `<testsuites name="${(0,_xml_text_js__WEBPACK_IMPORTED_MODULE_0__/* .xml */ ._)(`scale-gate ${service}`)}" tests="${cases.length + skipped.length}" ` +
        `failures="${count('fail')}" errors="${count('inconclusive')}" skipped="${skipped.length}" time="${durationMs / 1000}">\n` +
        `${suites}${rest.join('')}</testsuites>\n`);
}
/** The claims of a stage; an inability is one more, and so is a stage that found out nothing at all. */
function casesOf({ stage, evidence, error, verdict, startedAt }) {
    if (error === undefined && evidence.length > 0)
        return evidence;
    const inability = {
        claim: `${stage} does its work`,
        requirement: 'containers',
        verdict: error === undefined ? verdict : 'inconclusive',
        observed: error === undefined ? 'no evidence' : `${error.code}: ${error.message}`,
        source: stage,
        at: startedAt,
        remedy: error?.hint ?? 'Look into the log of the run.',
    };
    return [...evidence, inability];
}
function suite(report) {
    const cases = casesOf(report);
    const count = (verdict) => cases.filter((one) => one.verdict === verdict).length;
    const seconds = report.durationMs / 1000;
    return (`  <testsuite name="${report.stage}" tests="${cases.length}" failures="${count('fail')}" ` +
        `errors="${count('inconclusive')}" skipped="0" time="${seconds}" timestamp="${(0,_xml_text_js__WEBPACK_IMPORTED_MODULE_0__/* .xml */ ._)(report.startedAt)}">\n` +
        cases.map((one) => testcase(report.stage, one)).join('') +
        '  </testsuite>\n');
}
const outcome = { pass: 'pass', fail: 'failure', inconclusive: 'error' };
function testcase(stage, { claim, object, requirement, verdict, observed, source, remedy }) {
    const name = object === undefined ? claim : `${claim} (${object})`;
    const head = `    <testcase classname="${(0,_xml_text_js__WEBPACK_IMPORTED_MODULE_0__/* .xml */ ._)(`${stage}.${requirement}`)}" name="${(0,_xml_text_js__WEBPACK_IMPORTED_MODULE_0__/* .xml */ ._)(name)}" time="0">`;
    if (verdict === 'pass')
        return `${head}<system-out>${(0,_xml_text_js__WEBPACK_IMPORTED_MODULE_0__/* .xml */ ._)(`${observed}\n${source}`)}</system-out></testcase>\n`;
    const element = outcome[verdict];
    const body = [observed, `seen in: ${source}`, ...(remedy === undefined ? [] : [`what to do: ${remedy}`])].join('\n');
    return `${head}<${element} message="${(0,_xml_text_js__WEBPACK_IMPORTED_MODULE_0__/* .xml */ ._)(observed)}">${(0,_xml_text_js__WEBPACK_IMPORTED_MODULE_0__/* .xml */ ._)(body)}</${element}></testcase>\n`;
}


/***/ }),

/***/ 8317:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   F0: () => (/* binding */ redisDataOf),
/* harmony export */   IR: () => (/* binding */ passedOf),
/* harmony export */   Ku: () => (/* binding */ firstOf),
/* harmony export */   W4: () => (/* binding */ outlineOf),
/* harmony export */   WX: () => (/* binding */ findingsOf),
/* harmony export */   dg: () => (/* binding */ lintDataOf),
/* harmony export */   h$: () => (/* binding */ notesOf),
/* harmony export */   oP: () => (/* binding */ loadDataOf),
/* harmony export */   rf: () => (/* binding */ signs),
/* harmony export */   vg: () => (/* binding */ spoken)
/* harmony export */ });
/* harmony import */ var _domain_report_data_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(1657);
/* harmony import */ var _domain_requirement_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(811);
/* harmony import */ var _domain_verdict_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(5141);



const unknown = { verdict: 'inconclusive' };
const rank = { fail: 0, inconclusive: 1, pass: 2 };
/** All evidence of a run, worst first, else in the order in which it was found. */
function findingsOf(report) {
    return report.stages
        .flatMap(({ stage, evidence }) => evidence.map((one) => ({ ...one, stage })))
        .toSorted((a, b) => rank[a.verdict] - rank[b.verdict]);
}
/**
 * The six requirements in their order; each is there, also where nothing was found out. Where a stage could not do its
 * work, or was not reached, what the others saw is no pass yet.
 */
function outlineOf(report) {
    const findings = findingsOf(report);
    const whole = report.skipped.length === 0 && report.stages.every(({ error }) => error === undefined);
    return _domain_requirement_js__WEBPACK_IMPORTED_MODULE_0__/* .requirements */ .L.map(({ id, title }) => {
        const own = findings.filter(({ requirement }) => requirement === id);
        return {
            id,
            title,
            verdict: (0,_domain_verdict_js__WEBPACK_IMPORTED_MODULE_1__/* .worst */ .QZ)([...own, ...(whole ? [] : [unknown])].map(({ verdict }) => verdict)),
            findings: own,
        };
    });
}
/** Notes of one kind, of all stages, each said once. */
function notesOf(report, kind) {
    const texts = report.stages.flatMap(({ notes }) => notes.filter((note) => note.kind === kind).map(({ text }) => text));
    return [...new Set(texts)];
}
function passedOf(findings) {
    if (findings.length === 0)
        return 'no evidence';
    return `${findings.filter(({ verdict }) => verdict === 'pass').length} of ${findings.length}`;
}
const dataOf = (stages, is) => stages.map(({ data }) => data).find((data) => is(data));
function lintDataOf({ stages }) {
    return dataOf(stages, _domain_report_data_js__WEBPACK_IMPORTED_MODULE_2__/* .isLintData */ .A$);
}
function redisDataOf({ stages }) {
    return dataOf(stages, _domain_report_data_js__WEBPACK_IMPORTED_MODULE_2__/* .isRedisData */ .Sm);
}
function loadDataOf({ stages }) {
    return dataOf(stages, _domain_report_data_js__WEBPACK_IMPORTED_MODULE_2__/* .isLoadData */ .No);
}
/** `0.2 s`, `41 s`, `3 min 12 s` */
function spoken(ms) {
    const seconds = ms / 1000;
    if (seconds < 10)
        return `${seconds.toFixed(1)} s`;
    const whole = Math.round(seconds);
    return whole < 60 ? `${whole} s` : `${Math.floor(whole / 60)} min ${whole % 60} s`;
}
/** A sign for each verdict and decision; words stand beside it, for those who do not see it. */
const signs = {
    pass: '\u2713',
    fail: '\u2717',
    inconclusive: '?',
    promote: '\u2713',
    reject: '\u2717',
};
/** At most `limit` rows, and how many were left out. */
function firstOf(rows, limit) {
    return { shown: rows.slice(0, limit), left: Math.max(0, rows.length - limit) };
}


/***/ }),

/***/ 3822:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

__webpack_require__.r(__webpack_exports__);
/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   renderSarif: () => (/* binding */ renderSarif)
/* harmony export */ });
/* harmony import */ var _outline_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(8317);

/** GitHub takes at most this many results of a run; the worst come first. */
const resultLimit = 5000;
const levels = { error: 'error', warning: 'warning', note: 'note' };
/** SARIF 2.1.0 of what lint found; a run without findings is a run with no results, which closes old alerts. */
function renderSarif(report) {
    const diagnostics = ((0,_outline_js__WEBPACK_IMPORTED_MODULE_0__/* .lintDataOf */ .dg)(report)?.diagnostics ?? []).slice(0, resultLimit);
    const rules = [...new Set(diagnostics.map(({ rule }) => rule))].sort();
    const log = {
        $schema: 'https://json.schemastore.org/sarif-2.1.0.json',
        version: '2.1.0',
        runs: [
            {
                tool: {
                    driver: {
                        name: 'Scale Gate',
                        version: report.version,
                        rules: rules.map((id) => ruleOf(id, diagnostics)),
                    },
                },
                automationDetails: { id: `scale-gate/${report.service}` },
                columnKind: 'utf16CodeUnits',
                results: diagnostics.map((diagnostic) => resultOf(diagnostic, rules)),
            },
        ],
    };
    return `${JSON.stringify(log, null, 2)}\n`;
}
function ruleOf(id, diagnostics) {
    const sample = diagnostics.find(({ rule }) => rule === id);
    return {
        id,
        name: id,
        shortDescription: { text: id.replaceAll('-', ' ') },
        help: { text: sample?.remediation ?? '' },
        defaultConfiguration: { level: levels[sample?.severity ?? 'warning'] },
        properties: { tags: ['kubernetes', sample?.requirement ?? 'containers'] },
    };
}
function resultOf(diagnostic, rules) {
    const { rule, severity, message, remediation, at, related, fingerprint, object, fix } = diagnostic;
    return {
        ruleId: rule,
        ruleIndex: rules.indexOf(rule),
        level: levels[severity],
        message: { text: `${message}\n${remediation}` },
        locations: [{ ...locationOf(at), logicalLocations: [{ fullyQualifiedName: object, kind: 'resource' }] }],
        relatedLocations: related.slice(0, 100).map(({ message: text, at: place }, i) => ({
            id: i + 1,
            ...locationOf(place),
            message: { text },
        })),
        // Not GitHub's own `primaryLocationLineHash`: that one would be computed anew from the lines.
        partialFingerprints: { 'scaleGate/v1': fingerprint },
        ...(fix === undefined ? {} : { fixes: [fixOf(fix)] }),
    };
}
function fixOf({ description, edits }) {
    const files = [...new Set(edits.map(({ at }) => at.file))];
    return {
        description: { text: description },
        artifactChanges: files.map((file) => ({
            artifactLocation: { uri: uriOf(file) },
            replacements: edits
                .filter(({ at }) => at.file === file)
                .map(({ at, text }) => ({ deletedRegion: regionOf(at), insertedContent: { text } })),
        })),
    };
}
function locationOf(at) {
    return { physicalLocation: { artifactLocation: { uri: uriOf(at.file) }, region: regionOf(at) } };
}
function regionOf({ start, end }) {
    return { startLine: start.line, startColumn: start.column, endLine: end.line, endColumn: end.column };
}
/** Relative to the root of the repository, as GitHub resolves it. */
function uriOf(file) {
    return file.replace(/^\.\//, '').split('/').map(encodeURIComponent).join('/');
}


/***/ }),

/***/ 4940:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   _: () => (/* binding */ xml)
/* harmony export */ });
const entities = {
    '&': '&amp;',
    '<': '&lt;',
    '>': '&gt;',
    '"': '&quot;',
    "'": '&#39;',
};
/**
 * Text for the content and the quoted attributes of XML and HTML. Control characters, which XML 1.0 cannot hold, halves
 * of surrogate pairs and what turns the direction of reading are shown as U+FFFD.
 */
function xml(text) {
    return text
        .toWellFormed()
        .replace(/[\u0000-\u0008\u000b\u000c\u000e-\u001f\u007f-\u009f\u202a-\u202e\u2066-\u2069\ufffe\uffff]/g, '\ufffd')
        .replace(/[&<>"']/g, (sign) => entities[sign] ?? sign);
}


/***/ }),

/***/ 569:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   FS: () => (/* binding */ isMyself),
/* harmony export */   L5: () => (/* binding */ parseFields),
/* harmony export */   RL: () => (/* binding */ parseClusterNodes),
/* harmony export */   YL: () => (/* binding */ parseInfo)
/* harmony export */ });
/**
 * Reads `CLUSTER NODES` of Redis 4 to 8 and Valkey:
 * `id host:port@bus[,hostname[,name=value\u2026]] flags primary ping pong epoch link slot \u2026`.
 */
function parseClusterNodes(text) {
    return text
        .split('\n')
        .map((line) => line.trim())
        .filter((line) => line !== '')
        .map(parsePeer);
}
function parsePeer(line) {
    const [id = '', address = '', flagText = '', primary = '-', , , epoch = '0', link = '', ...rest] = line.split(' ');
    const [endpoint = '', hostname = ''] = address.split(',');
    const flags = flagText.split(',').filter((flag) => flag !== 'noflags');
    return {
        id,
        ...parseEndpoint(endpoint),
        hostname,
        flags,
        role: flags.includes('master') ? 'primary' : flags.includes('slave') ? 'replica' : 'unknown',
        primary: primary === '-' ? undefined : primary,
        epoch: Number(epoch),
        linked: link === 'connected',
        slots: rest.filter((word) => !word.startsWith('[')).map(parseRange),
        open: rest.filter((word) => word.startsWith('[')).map((word) => word.slice(1, -1)),
    };
}
/** IPv6 hosts hold colons, so the port is what follows the last one. */
function parseEndpoint(endpoint) {
    const [client = '', bus = '0'] = endpoint.split('@');
    const colon = client.lastIndexOf(':');
    return { host: client.slice(0, colon), port: Number(client.slice(colon + 1)), busPort: Number(bus) };
}
function parseRange(word) {
    const [first = '', last = first] = word.split('-');
    return { first: Number(first), last: Number(last) };
}
function isMyself({ flags }) {
    return flags.includes('myself');
}
/** `name:value` lines of `INFO` and `CLUSTER INFO`. */
function parseInfo(text) {
    const entries = text.split('\n').flatMap((line) => {
        const colon = line.indexOf(':');
        return line.startsWith('#') || colon < 0 ? [] : [[line.slice(0, colon), line.slice(colon + 1).trim()]];
    });
    return Object.fromEntries(entries);
}
/** `ip=\u2026,port=\u2026,state=online,offset=\u2026,lag=0` as INFO replication tells of each replica. */
function parseFields(text) {
    return Object.fromEntries(text.split(',').map((pair) => {
        const equals = pair.indexOf('=');
        return [pair.slice(0, equals), pair.slice(equals + 1)];
    }));
}


/***/ }),

/***/ 2577:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   K: () => (/* binding */ routesTo),
/* harmony export */   q: () => (/* binding */ parseRedirect)
/* harmony export */ });
/* harmony import */ var _snapshot_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(7871);

const REFRESH_EVERY_MS = 250;
const ANSWER_MS = 1000;
/** `MOVED 3999 127.0.0.1:6381`, `ASK 3999 host:port`. */
function parseRedirect(error) {
    const [, word, slot, host, port] = /^(MOVED|ASK) (\d+) (.*):(\d+)$/.exec(error) ?? [];
    if (host === undefined)
        return undefined;
    return { asking: word === 'ASK', slot: Number(slot), host, port: Number(port) };
}
/** The owner of each slot by name: of those who claim it, the one with the newest epoch. */
function ownersIn(views, nameAt) {
    const best = new Map();
    for (const peer of views.flatMap(({ peers }) => peers)) {
        for (const { first, last } of peer.slots) {
            for (let slot = first; slot <= last; slot++) {
                if ((best.get(slot)?.epoch ?? -1) < peer.epoch)
                    best.set(slot, peer);
            }
        }
    }
    const names = new Map(views.map(({ id, name }) => [id, name]));
    const found = [...best].flatMap(([slot, { id, host, port }]) => {
        const name = names.get(id) ?? nameAt(host, port);
        return name === undefined ? [] : [[slot, name]];
    });
    return new Map(found);
}
function routesTo(nodes, addresses, clock) {
    let owners = new Map();
    let asked = Number.NEGATIVE_INFINITY;
    const nameAt = (host, port) => addresses().find((address) => address.host === host && address.port === port)?.name;
    const refresh = async () => {
        asked = clock.monotonic();
        const { views } = await (0,_snapshot_js__WEBPACK_IMPORTED_MODULE_0__/* .takeSnapshot */ .W9)(nodes, addresses().map(({ name }) => name), ANSWER_MS);
        const found = ownersIn(views, nameAt);
        if (found.size > 0)
            owners = found;
    };
    let coming = false;
    const doubt = () => {
        if (coming)
            return;
        coming = true;
        // What is asked too soon after the last time is asked a little later, and not never: it was about something newer.
        const soonest = asked + REFRESH_EVERY_MS - clock.monotonic();
        const due = soonest > 0 ? clock.sleep(soonest) : Promise.resolve();
        due
            .then(() => {
            coming = false;
            return refresh();
        })
            .catch(() => undefined);
    };
    return {
        owner: (slot) => owners.get(slot),
        redirect(error) {
            const target = parseRedirect(error);
            const node = target === undefined ? undefined : nameAt(target.host, target.port);
            if (target === undefined || node === undefined)
                return undefined;
            if (!target.asking) {
                owners.set(target.slot, node);
                doubt();
            }
            return { asking: target.asking, node };
        },
        doubt,
        refresh,
    };
}


/***/ }),

/***/ 6770:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   DF: () => (/* binding */ uncoveredBy),
/* harmony export */   EQ: () => (/* binding */ heldTwice),
/* harmony export */   EV: () => (/* binding */ slotCount),
/* harmony export */   Js: () => (/* binding */ describeSlots),
/* harmony export */   P2: () => (/* binding */ hasSlot),
/* harmony export */   SW: () => (/* binding */ slotOf),
/* harmony export */   _f: () => (/* binding */ SLOTS),
/* harmony export */   hF: () => (/* binding */ keyWithin),
/* harmony export */   s3: () => (/* binding */ splitSlots)
/* harmony export */ });
/* unused harmony export crc16 */
/* harmony import */ var _domain_amount_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(7174);

const SLOTS = 16_384;
const table = Uint16Array.from({ length: 256 }, (_, byte) => {
    let crc = byte << 8;
    for (let bit = 0; bit < 8; bit++)
        crc = crc & 0x8000 ? ((crc << 1) ^ 0x1021) & 0xffff : (crc << 1) & 0xffff;
    return crc;
});
/** CRC16/XMODEM, the checksum of the Redis Cluster specification. */
function crc16(bytes) {
    let crc = 0;
    for (const byte of bytes)
        crc = ((crc << 8) & 0xffff) ^ (table[((crc >> 8) ^ byte) & 0xff] ?? 0);
    return crc;
}
/** The slot of a key; of its hash tag where it has one that is not empty (specification: "Hash tags"). */
function slotOf(key) {
    const open = key.indexOf('{');
    const close = open < 0 ? -1 : key.indexOf('}', open + 1);
    const hashed = close > open + 1 ? key.slice(open + 1, close) : key;
    return crc16(Buffer.from(hashed)) % SLOTS;
}
/** All slots in `shards` ranges whose sizes differ by one at most. */
function splitSlots(shards) {
    return Array.from({ length: shards }, (_, shard) => ({
        first: Math.floor((shard * SLOTS) / shards),
        last: Math.floor(((shard + 1) * SLOTS) / shards) - 1,
    }));
}
function slotCount(ranges) {
    return ranges.reduce((sum, { first, last }) => sum + last - first + 1, 0);
}
function hasSlot(ranges, slot) {
    return ranges.some(({ first, last }) => slot >= first && slot <= last);
}
/** `slots 0-5460`, `slot 7`, `slots 1, 5-9`; the first eight ranges. */
function describeSlots(ranges) {
    const shown = ranges.slice(0, 8).map(({ first, last }) => (first === last ? `${first}` : `${first}-${last}`));
    const rest = ranges.length > 8 ? ` and ${(0,_domain_amount_js__WEBPACK_IMPORTED_MODULE_0__/* .amount */ .v)(ranges.length - 8, 'more range')}` : '';
    return `${slotCount(ranges) === 1 ? 'slot' : 'slots'} ${shown.join(', ')}${rest}`;
}
/** Slots that no range holds. */
function uncoveredBy(ranges) {
    const gaps = [];
    let next = 0;
    for (const { first, last } of ranges.toSorted((a, b) => a.first - b.first)) {
        if (first > next)
            gaps.push({ first: next, last: first - 1 });
        next = Math.max(next, last + 1);
    }
    return next < SLOTS ? [...gaps, { first: next, last: SLOTS - 1 }] : gaps;
}
/** Slots that more than one range holds. */
function heldTwice(ranges) {
    const twice = [];
    let end = -1;
    for (const { first, last } of ranges.toSorted((a, b) => a.first - b.first)) {
        if (first <= end)
            twice.push({ first, last: Math.min(last, end) });
        end = Math.max(end, last);
    }
    return twice;
}
/** A key that falls into the slot range: `prefix` and the smallest number that does it. */
function keyWithin(range, prefix) {
    for (let n = 0;; n++) {
        const key = `${prefix}${n}`;
        const slot = slotOf(key);
        if (slot >= range.first && slot <= range.last)
            return key;
    }
}


/***/ }),

/***/ 7871:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   KV: () => (/* binding */ selfOf),
/* harmony export */   Vb: () => (/* binding */ nameOf),
/* harmony export */   W9: () => (/* binding */ takeSnapshot)
/* harmony export */ });
/* unused harmony exports text, readView */
/* harmony import */ var _cluster_nodes_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(569);

const questions = [
    ['CLUSTER', 'NODES'],
    ['CLUSTER', 'INFO'],
    ['INFO', 'replication'],
];
/** Asks every node for its view, in one round. A node without an answer is in `silent`, with the reason. */
async function takeSnapshot(nodes, names, timeoutMs) {
    const calls = names.flatMap((node) => questions.map((args) => ({ node, args })));
    const replies = await nodes.call(calls, timeoutMs);
    const views = [];
    const silent = [];
    names.forEach((name, index) => {
        const own = replies.slice(index * questions.length, (index + 1) * questions.length);
        const refusal = own.find((reply) => !reply.ok);
        if (refusal !== undefined && !refusal.ok)
            silent.push({ name, error: refusal.error });
        else
            views.push(readView(name, own.map(textOf)));
    });
    return { views, silent };
}
function textOf(reply) {
    return reply.ok ? text(reply.value) : '';
}
/** A reply as text; what is no text becomes what JSON makes of it. */
function text(value) {
    return typeof value === 'string' ? value : JSON.stringify(value);
}
/** A view from the three answers `CLUSTER NODES`, `CLUSTER INFO` and `INFO replication`, as recorded. */
function readView(name, [nodes = '', state = '', replication = '']) {
    const peers = (0,_cluster_nodes_js__WEBPACK_IMPORTED_MODULE_0__/* .parseClusterNodes */ .RL)(nodes);
    const info = (0,_cluster_nodes_js__WEBPACK_IMPORTED_MODULE_0__/* .parseInfo */ .YL)(replication);
    return {
        name,
        id: peers.find(_cluster_nodes_js__WEBPACK_IMPORTED_MODULE_0__/* .isMyself */ .FS)?.id ?? '',
        peers,
        state: (0,_cluster_nodes_js__WEBPACK_IMPORTED_MODULE_0__/* .parseInfo */ .YL)(state),
        replication: info,
        attached: Object.entries(info).flatMap(([key, value]) => (/^slave\d+$/.test(key) ? [attached(value)] : [])),
    };
}
function attached(value) {
    const { ip = '', port = '0', state = '', offset = '0' } = (0,_cluster_nodes_js__WEBPACK_IMPORTED_MODULE_0__/* .parseFields */ .L5)(value);
    return { host: ip, port: Number(port), online: state === 'online', offset: Number(offset) };
}
/** What a node says of itself. */
function selfOf(view) {
    return view.peers.find(_cluster_nodes_js__WEBPACK_IMPORTED_MODULE_0__/* .isMyself */ .FS);
}
/** The name under which we know a node id, or the id's beginning. */
function nameOf(snapshot, id) {
    return snapshot.views.find((view) => view.id === id)?.name ?? `node ${id.slice(0, 8)}`;
}


/***/ })

};
;