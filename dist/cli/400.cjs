"use strict";
exports.id = 400;
exports.ids = [400];
exports.modules = {

/***/ 9835:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   q: () => (/* binding */ tableText)
/* harmony export */ });
/** A text table: the first column left, the others right, two spaces between. */
function tableText(head, rows) {
    const widths = head.map((title, column) => Math.max(...[head, ...rows].map((row) => (row[column] ?? title).length)));
    const line = (cells) => cells
        .map((cell, column) => (column === 0 ? cell.padEnd(widths[column] ?? 0) : cell.padStart(widths[column] ?? 0)))
        .join('  ')
        .trimEnd();
    return [line(head), widths.map((width) => '\u2500'.repeat(width)).join('  '), ...rows.map(line)].join('\n');
}


/***/ }),

/***/ 2400:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

// ESM COMPAT FLAG
__webpack_require__.r(__webpack_exports__);

// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  costOf: () => (/* binding */ costOf),
  planCommand: () => (/* binding */ planCommand)
});

// EXTERNAL MODULE: ./lib/autoscaler/hpa.js + 1 modules
var autoscaler_hpa = __webpack_require__(2901);
// EXTERNAL MODULE: ./lib/autoscaler/acceptance.js
var acceptance = __webpack_require__(8776);
// EXTERNAL MODULE: ./lib/autoscaler/bands.js
var autoscaler_bands = __webpack_require__(4787);
// EXTERNAL MODULE: ./lib/autoscaler/clocks.js
var autoscaler_clocks = __webpack_require__(5868);
// EXTERNAL MODULE: ./lib/autoscaler/reachability.js
var reachability = __webpack_require__(4796);
;// CONCATENATED MODULE: ./lib/autoscaler/plan-finding.js


const round = (value) => Math.round(value);
/** Loads between the ranges of two sizes and no other: neither is stable, so the size goes to and fro. */
function flapping(cpu, idle) {
    const found = [];
    let before;
    for (let size = Math.max(1, cpu.min); size <= Math.min(cpu.max, cpu.min + 200); size += 1) {
        const range = (0,acceptance/* loadsFor */.nd)(cpu, size, idle);
        if (range === undefined)
            continue;
        if (before !== undefined && range.lowMilli > before.highMilli) {
            const loads = `${round(before.highMilli)}m and ${round(range.lowMilli)}m`;
            const text = `no size is stable for a load between ${loads}: it goes to and fro between ${before.size} and ${size}`;
            found.push({ kind: 'flaps', text });
        }
        before = { size, highMilli: range.highMilli };
    }
    return found.slice(0, 3);
}
function ofBehavior({ behavior, flags }) {
    if (behavior === null)
        return [];
    const found = [];
    if (behavior.scaleUp.selectPolicy === 'Disabled') {
        found.push({ kind: 'never-scales-up', text: 'behavior.scaleUp.selectPolicy is Disabled' });
    }
    if (behavior.scaleDown.selectPolicy === 'Disabled') {
        found.push({ kind: 'never-scales-down', text: 'behavior.scaleDown.selectPolicy is Disabled' });
    }
    const window = behavior.scaleDown.stabilizationWindowSeconds ?? flags.downscaleStabilizationSeconds;
    if (window < 60) {
        const text = `the down window is ${window} s: a size that one sample does not need is given up at once`;
        found.push({ kind: 'note', text });
    }
    return found;
}
function ofBounds({ min, max }, { name, replicas }) {
    const found = [];
    if (max <= min)
        found.push({ kind: 'never-scales', text: `minReplicas ${min} and maxReplicas ${max} leave no room` });
    if (replicas === 0 && min !== 0) {
        found.push({ kind: 'never-scales', text: `${name} asks for 0 replicas: ScalingDisabled until somebody scales it` });
    }
    return found;
}
/** Everything that a manifest tells before any cluster exists. */
function findingsOf(input, autoscaler, found) {
    const { workload, idleMilliPerPod } = input;
    const findings = [...ofBounds(autoscaler, workload), ...ofBehavior(autoscaler)];
    const others = autoscaler.metrics.filter((metric) => !('resource' in metric) || metric.resource !== 'cpu');
    if (others.length > 0) {
        const kinds = others.map((metric) => ('resource' in metric ? metric.resource : metric.name)).join(', ');
        findings.push({
            kind: 'not-planned',
            text: `${kinds}: only CPU is planned; the highest proposal wins, so these can only ask for more`,
        });
    }
    if (found.cpu === null) {
        const kind = found.obstacle.includes('never scale') ? 'never-scales' : 'not-planned';
        return [...findings, { kind, text: found.obstacle }];
    }
    const { reachable, reason } = (0,reachability/* reachabilityOf */.P)(found.cpu);
    if (!reachable)
        findings.push({ kind: 'never-scales-up', text: reason });
    if (!found.containers.some(({ readinessProbe }) => readinessProbe)) {
        const text = `no container of ${workload.name} has a readinessProbe: CPU of the start-up counts after one window, and traffic comes before the service is there`;
        findings.push({ kind: 'note', text });
    }
    return [...findings, ...flapping(found.cpu, idleMilliPerPod)];
}

// EXTERNAL MODULE: ./lib/autoscaler/scenario.js
var scenario = __webpack_require__(9493);
;// CONCATENATED MODULE: ./lib/autoscaler/workload-facts.js
const isCpu = (metric) => 'resource' in metric && metric.resource === 'cpu';
/** Sum over containers; null where one has none. */
function sumOf(containers, field) {
    let sum = 0;
    for (const container of containers) {
        const value = container[field];
        if (value === null)
            return null;
        sum += value;
    }
    return sum;
}
/** API defaulting: a limit without a request is the request too. */
function defaulted(container) {
    return { ...container, cpuRequestMilli: container.cpuRequestMilli ?? container.cpuLimitMilli };
}
/** Reduces an HPA and its workload to what decides on CPU. */
function targetOfWorkload(autoscaler, workload) {
    const metric = autoscaler.metrics.find(isCpu);
    if (metric === undefined)
        return { cpu: null, obstacle: 'the HPA has no CPU metric; only those are planned' };
    const named = 'container' in metric ? metric.container : undefined;
    const all = workload.containers.map(defaulted);
    const containers = named === undefined ? all : all.filter(({ name }) => name === named);
    if (containers.length === 0) {
        return { cpu: null, obstacle: `${workload.name} has no container ${named ?? ''}`.trim() };
    }
    const { min, max, tolerances } = autoscaler;
    const base = { min, max, tolerances, limitMilli: sumOf(containers, 'cpuLimitMilli') };
    if (typeof metric.target === 'bigint') {
        return { cpu: { ...base, target: { kind: 'average', milli: Number(metric.target) } }, metric, containers };
    }
    const requestMilli = sumOf(containers, 'cpuRequestMilli');
    const without = containers.find(({ cpuRequestMilli }) => cpuRequestMilli === null);
    if (requestMilli === null || requestMilli === 0) {
        const why = `missing request for cpu in container ${without?.name ?? containers[0]?.name} of ${workload.name}`;
        return { cpu: null, obstacle: `${why}: FailedGetResourceMetric, it will never scale` };
    }
    return {
        cpu: { ...base, target: { kind: 'utilization', percent: metric.target, requestMilli } },
        metric,
        containers,
    };
}

;// CONCATENATED MODULE: ./lib/autoscaler/plan.js







/** What is taken where nobody said what a request costs. */
const assumedCost = { lowMs: 2, highMs: 20, source: 'assumed' };
/** Runs a band that keep a plan well under a second. */
const planRuns = 60;
/** More rows than these are thinned out, the ends kept. */
const mostRows = 12;
function sizesOf(cpu, cost, idle) {
    const first = Math.max(1, cpu.min);
    const count = cpu.max - first + 1;
    const step = Math.max(1, Math.ceil(count / mostRows));
    const sizes = Array.from({ length: Math.max(0, count) }, (_, index) => first + index);
    return sizes
        .filter((_, index) => index % step === 0 || index === count - 1)
        .map((replicas) => {
        const load = (0,acceptance/* loadsFor */.nd)(cpu, replicas, idle) ?? null;
        const rate = load && { low: load.lowMilli / cost.highMs, high: load.highMilli / cost.lowMs };
        return { replicas, load, rate };
    });
}
/** A load that no size but max answers, as a load stage would choose it. */
function loadForMax(cpu, idle) {
    const range = (0,acceptance/* loadsOnlyFor */.vW)(cpu, cpu.max, idle) ?? (0,acceptance/* loadsFor */.nd)(cpu, cpu.max, idle);
    return range === undefined ? undefined : range.lowMilli * 1.25;
}
/** Large workloads take longer to simulate and vary less. */
const runsFor = (runs, max) => Math.max(1, Math.round(runs * Math.min(1, Math.max(0.2, 10 / max))));
const [idleSeconds, loadSeconds, quickLoadSeconds] = [30, 300, 150];
const quantiles = [0.5, 0.95, 0.99];
/** From the load's end: the window, then as long again as the rates may take. */
function coolSeconds({ behavior }, clocks) {
    const window = behavior?.scaleDown.stabilizationWindowSeconds ?? clocks.downscaleStabilizationSeconds;
    return window + 600;
}
function bandsFor(input, autoscaler, cpu, name) {
    const clocks = name === 'production' ? autoscaler_clocks/* productionClocks */.jj : autoscaler_clocks/* quickClocks */.Zf;
    const loadMilli = loadForMax(cpu, input.idleMilliPerPod);
    if (loadMilli === undefined || cpu.max <= cpu.min)
        return undefined;
    const loadEnd = idleSeconds + (name === 'production' ? loadSeconds : quickLoadSeconds);
    const from = Math.max(1, cpu.min);
    const bands = (0,autoscaler_bands/* bandsOf */.y)({
        autoscaler,
        clocks,
        pod: {
            requestMilli: cpu.target.kind === 'utilization' ? cpu.target.requestMilli : 0,
            limitMilli: cpu.limitMilli,
            idleMilli: input.idleMilliPerPod,
            readySeconds: input.readySeconds,
        },
        startReplicas: from,
        demand: (0,scenario/* proofDemand */.U)(idleSeconds, loadEnd - idleSeconds, loadMilli),
        endAt: loadEnd + coolSeconds(autoscaler, clocks),
    }, { runs: runsFor(input.runs, cpu.max), seed: input.seed, quantiles, loadStart: idleSeconds, loadEnd });
    return { clocks: name, loadMilli, from, bands };
}
/**
 * What an HPA will do, from its manifest alone: which sizes at which load, how soon, and what can never scale and why.
 * With a cost that is assumed the rates are as uncertain as the assumption.
 */
function planOf(input) {
    const { cost, workload, idleMilliPerPod: idle } = input;
    const autoscaler = (0,autoscaler_hpa/* autoscalerOf */.vM)(input.hpa, input.setup);
    const found = targetOfWorkload(autoscaler, workload);
    const findings = findingsOf(input, autoscaler, found);
    const base = { workload: workload.name, cost, findings };
    if (found.cpu === null)
        return { ...base, target: null, sizes: [], rates: [], bands: [] };
    const { cpu } = found;
    const members = (milli) => (0,acceptance/* acceptanceOf */.BL)(cpu, { loadMilli: milli, idleMilliPerPod: idle }).members;
    const stuck = findings.some(({ kind }) => kind === 'never-scales' || kind === 'never-scales-up');
    const names = stuck ? [] : ['production', 'quick'];
    const bands = names.flatMap((name) => bandsFor(input, autoscaler, cpu, name) ?? []);
    return {
        ...base,
        target: cpu,
        sizes: sizesOf(cpu, cost, idle),
        rates: input.rates.map((rate) => ({ rate, cheap: members(rate * cost.lowMs), dear: members(rate * cost.highMs) })),
        bands,
    };
}

// EXTERNAL MODULE: ./lib/autoscaler/table.js
var table = __webpack_require__(9835);
;// CONCATENATED MODULE: ./lib/autoscaler/plan-text.js


const far = (value, unit) => value === Number.POSITIVE_INFINITY
    ? 'any more'
    : `${value >= 10 ? Math.round(value) : Math.round(value * 10) / 10}${unit}`;
function targetText({ target, min, max, limitMilli, tolerances }) {
    const aimed = target.kind === 'utilization' ? `${target.percent}% of ${target.requestMilli}m` : `${target.milli}m per pod`;
    const limit = limitMilli === null ? 'no limit' : `limit ${limitMilli}m`;
    const percent = (fraction) => `${Math.round(fraction * 1000) / 10}%`;
    return `CPU ${aimed}, ${limit}, ${min} to ${max} replicas, tolerance -${percent(tolerances.down)} +${percent(tolerances.up)}`;
}
function sizeRow({ replicas, load, rate }) {
    if (load === null || rate === null)
        return [String(replicas), 'never stable', ''];
    const loads = `${far(load.lowMilli, 'm')} \u2013 ${far(load.highMilli, 'm')}`;
    return [String(replicas), loads, `${far(rate.low, '')} \u2013 ${far(rate.high, '')}`];
}
const bandCell = ({ quantiles }) => quantiles.map(({ seconds }) => (seconds === null ? 'never' : String(Math.round(seconds)))).join(' / ');
function bandRow({ clocks, bands }) {
    return [clocks, bandCell(bands.firstMove), bandCell(bands.settled), bandCell(bands.backToMin)];
}
const setOf = (sizes) => (sizes.length === 0 ? 'flaps' : sizes.join(' or '));
function bandsText({ bands }) {
    const [first] = bands;
    if (first === undefined)
        return '';
    const quantiles = first.bands.firstMove.quantiles.map(({ q }) => `p${q * 100}`).join(' / ');
    const head = `How soon, seconds (${quantiles} of ${first.bands.runs} simulated runs, ${Math.round(first.loadMilli)}m on ${first.from}):`;
    return `${head}\n${(0,table/* tableText */.q)(['clocks', 'first move', 'settled', 'back to min'], bands.map(bandRow))}`;
}
/** A plan as text for people: what it scales on, sizes and rates, how soon, and what to know. */
function planText(plan) {
    const { target, cost, sizes, rates, findings } = plan;
    const paid = `${cost.lowMs === cost.highMs ? cost.lowMs : `${cost.lowMs} \u2013 ${cost.highMs}`} ms CPU a request (${cost.source})`;
    const parts = [plan.workload];
    if (target !== null) {
        parts.push(targetText(target), (0,reachability/* reachabilityOf */.P)(target).reason);
        parts.push((0,table/* tableText */.q)(['replicas', 'stable for CPU', `requests/s at ${paid}`], sizes.map(sizeRow)));
        if (rates.length > 0) {
            const rows = rates.map(({ rate, cheap, dear }) => [String(rate), setOf(cheap), setOf(dear)]);
            parts.push((0,table/* tableText */.q)(['requests/s', `at ${cost.lowMs} ms`, `at ${cost.highMs} ms`], rows));
        }
        parts.push(bandsText(plan));
    }
    parts.push(findings.map(({ kind, text }) => `${kind}: ${text}`).join('\n'));
    return parts.filter((part) => part !== '').join('\n\n');
}

// EXTERNAL MODULE: ./lib/domain/error.js
var error = __webpack_require__(9342);
// EXTERNAL MODULE: ./lib/domain/verdict.js
var verdict = __webpack_require__(5141);
// EXTERNAL MODULE: ./lib/entry/config-file.js
var config_file = __webpack_require__(5827);
// EXTERNAL MODULE: ./lib/entry/inputs/parse.js + 9 modules
var parse = __webpack_require__(6292);
// EXTERNAL MODULE: ./lib/entry/lint-only.js + 1 modules
var lint_only = __webpack_require__(1718);
// EXTERNAL MODULE: ./lib/entry/named-paths.js
var named_paths = __webpack_require__(716);
// EXTERNAL MODULE: ./lib/entry/specs.js
var specs = __webpack_require__(3648);
// EXTERNAL MODULE: ./lib/entry/territories.js
var territories = __webpack_require__(5458);
// EXTERNAL MODULE: ./lib/entry/cli/scaling-facts.js
var scaling_facts = __webpack_require__(7662);
;// CONCATENATED MODULE: ./lib/entry/cli/plan.js












/** What is taken of a pod that nobody measured: idle cost in millicores, seconds until it is ready. */
const assumedPod = { idleMilliPerPod: 2, readySeconds: [3, 12] };
/** `scale-gate plan [FOLDER]`: what the manifests alone tell. Exit 1 where something can never scale. */
async function planCommand(asked) {
    const folder = asked.operands[0] ?? '.';
    const cost = costOf(asked.own['cost']);
    const config = (0,config_file/* configFile */.Z)(folder, asked.config);
    const spec = (0,parse.parseOptions)({
        ...(config === undefined ? {} : { config }),
        given: asked.given,
        label: (name) => `--${name}`,
    });
    const boundary = (0,named_paths/* boundaryOf */.iH)({ spec, folder, given: asked.given }, (0,territories/* shellTerritory */.bj)(folder));
    const { decision, output } = await (0,lint_only/* lintOnly */.E)((0,specs/* lintSpec */.FP)(spec, folder, spec.namespace ?? 'default'), spec.service ?? folder, new AbortController().signal, boundary);
    const plans = (0,scaling_facts/* scalingFacts */.p)(output.manifests).map(({ hpa, workload }) => planOf({
        hpa,
        workload,
        setup: autoscaler_hpa/* defaultSetup */.l5,
        cost,
        ...assumedPod,
        rates: spec.load.rate === undefined ? [] : [spec.load.rate],
        seed: 1,
        runs: planRuns,
    }));
    const errors = output.diagnostics.filter(({ severity }) => severity === 'error').length;
    process.stdout.write(`${plans.map(planText).join('\n\n')}\n\nlint: ${errors === 0 ? 'no errors' : `${errors} errors; scale-gate lint ${folder} lists them`}\n`);
    const stuck = plans.some(({ findings }) => findings.some(({ kind }) => kind.startsWith('never-scales')));
    return verdict/* exitCodes */.hS[stuck ? 'reject' : decision];
}
function costOf(given) {
    if (given === undefined)
        return assumedCost;
    const ms = Number(given);
    if (Number.isFinite(ms) && ms > 0)
        return { lowMs: ms, highMs: ms, source: 'given' };
    throw (0,error/* invalidInput */.aY)([`--cost is "${String(given)}"`], 'Give the CPU milliseconds of one request, such as `--cost 4`.');
}


/***/ }),

/***/ 7662:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   p: () => (/* binding */ scalingFacts)
/* harmony export */ });
/* harmony import */ var _autoscaler_quantity_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(6070);
/* harmony import */ var _domain_error_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(9342);


/** Every HPA of the input. Throws `INPUT_INVALID` where there is none, or one whose target is not in the input. */
function scalingFacts(manifests) {
    const autoscalers = manifests.filter(({ kind }) => kind === 'HorizontalPodAutoscaler');
    if (autoscalers.length === 0) {
        throw new _domain_error_js__WEBPACK_IMPORTED_MODULE_1__/* .GateError */ .ue('INPUT_INVALID', `no HorizontalPodAutoscaler among ${manifests.length} objects`, {
            hint: 'Name the manifests with the HPA and the workload that it scales.',
        });
    }
    return autoscalers.map(({ name, value }) => {
        const hpa = value['spec'];
        const { kind = '', name: target = '' } = hpa.scaleTargetRef ?? {};
        const workload = manifests.find((one) => one.kind === kind && one.name === target);
        if (workload === undefined) {
            throw new _domain_error_js__WEBPACK_IMPORTED_MODULE_1__/* .GateError */ .ue('INPUT_INVALID', `HorizontalPodAutoscaler/${name} scales ${kind}/${target}, which is not in the input`, { hint: 'Name the manifest of the workload too.' });
        }
        return { name, hpa, workload: workloadFacts(workload) };
    });
}
function workloadFacts({ kind, name, value }) {
    const spec = object(value['spec']);
    const pod = object(object(spec['template'])['spec']);
    const replicas = spec['replicas'];
    const sidecars = list(pod['initContainers']).filter((one) => one['restartPolicy'] === 'Always');
    return {
        name: `${kind} ${name}`,
        replicas: typeof replicas === 'number' ? replicas : null,
        containers: [
            ...list(pod['containers']).map((one) => containerFacts(one, false)),
            ...sidecars.map((one) => containerFacts(one, true)),
        ],
    };
}
function containerFacts(container, sidecar) {
    const resources = object(container['resources']);
    return {
        name: String(container['name'] ?? ''),
        sidecar,
        cpuRequestMilli: cpu(object(resources['requests'])['cpu']),
        cpuLimitMilli: cpu(object(resources['limits'])['cpu']),
        readinessProbe: container['readinessProbe'] !== undefined,
    };
}
function cpu(value) {
    const milli = value === undefined || value === null ? undefined : (0,_autoscaler_quantity_js__WEBPACK_IMPORTED_MODULE_0__/* .milliOf */ .xz)(String(value));
    return milli === undefined ? null : Number(milli);
}
function object(value) {
    return typeof value === 'object' && value !== null && !Array.isArray(value) ? value : {};
}
function list(value) {
    return Array.isArray(value) ? value.map(object) : [];
}


/***/ }),

/***/ 1718:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  E: () => (/* binding */ lintOnly)
});

// EXTERNAL MODULE: external "node:path"
var external_node_path_ = __webpack_require__(6760);
// EXTERNAL MODULE: ./lib/adapters/node/clock.js
var clock = __webpack_require__(4643);
;// CONCATENATED MODULE: ./lib/adapters/node/late-commands.js
/** Programs of this machine, made when the first of them is wanted: what starts none need not load what starts them. */
function lateCommands(make) {
    return {
        run: async (...call) => (await make()).run(...call),
        pipe: async (...call) => (await make()).pipe(...call),
        find: async (program) => (await make()).find(program),
    };
}

// EXTERNAL MODULE: ./lib/domain/reason.js
var reason = __webpack_require__(2390);
// EXTERNAL MODULE: ./lib/domain/report.js
var domain_report = __webpack_require__(9012);
// EXTERNAL MODULE: ./lib/domain/stage.js
var domain_stage = __webpack_require__(5234);
// EXTERNAL MODULE: ./lib/manifests/service-facts.js
var service_facts = __webpack_require__(6075);
// EXTERNAL MODULE: ./lib/stages/lint/lint.js + 185 modules
var lint = __webpack_require__(6046);
// EXTERNAL MODULE: ./lib/entry/lint-ports.js + 68 modules
var lint_ports = __webpack_require__(4633);
// EXTERNAL MODULE: ./lib/entry/version.js
var version = __webpack_require__(7136);
;// CONCATENATED MODULE: ./lib/entry/lint-only.js










/** The lint stage alone, with nothing of a cluster loaded: what an editor, a hook or `plan` waits for. */
async function lintOnly(spec, service, signal, boundary) {
    const [startedAt, begun] = [new Date(clock/* systemClock */.m.now()).toISOString(), clock/* systemClock */.m.monotonic()];
    const commands = lateCommands(async () => (await Promise.all(/* import() */[__webpack_require__.e(499), __webpack_require__.e(180)]).then(__webpack_require__.bind(__webpack_require__, 8180))).nodeCommands(process.env));
    const stage = (0,lint/* lintStage */.I)((0,lint_ports/* lintPorts */.m)(commands, service, spec.namespace, boundary));
    const { evidence, notes = [], output } = await stage.run(spec, { signal, own: async () => undefined });
    const durationMs = Math.round(clock/* systemClock */.m.monotonic() - begun);
    const verdict = (0,domain_stage/* verdictOf */.V)(evidence);
    const data = { diagnostics: output.diagnostics };
    const stages = [{ stage: 'lint', verdict, evidence, notes, startedAt, durationMs, data }];
    const decision = (0,domain_report/* decide */.L)(stages, ['lint']);
    const report = () => ({
        schema: 'scale-gate/report-v1',
        version: version/* packageVersion */.T,
        run: 'lint',
        service: external_node_path_.basename(external_node_path_.resolve(service)),
        subject: { commit: 'unknown', manifests: (0,service_facts/* manifestsDigest */.n)(output.manifests), images: {} },
        stages,
        skipped: [],
        decision,
        reason: (0,reason/* reasonOf */.A)({ stages, skipped: [], decision }),
        startedAt,
        durationMs,
    });
    return {
        output,
        decision,
        durationMs,
        get report() {
            return report();
        },
    };
}


/***/ })

};
;