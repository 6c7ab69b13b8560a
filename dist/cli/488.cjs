"use strict";
exports.id = 488;
exports.ids = [488,400];
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

/***/ 5488:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

// ESM COMPAT FLAG
__webpack_require__.r(__webpack_exports__);

// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  simulateCommand: () => (/* binding */ simulateCommand)
});

// EXTERNAL MODULE: external "node:fs"
var external_node_fs_ = __webpack_require__(3024);
// EXTERNAL MODULE: ./lib/autoscaler/clocks.js
var autoscaler_clocks = __webpack_require__(5868);
// EXTERNAL MODULE: ./lib/autoscaler/hpa.js + 1 modules
var autoscaler_hpa = __webpack_require__(2901);
// EXTERNAL MODULE: ./lib/autoscaler/shadow.js + 5 modules
var shadow = __webpack_require__(7386);
// EXTERNAL MODULE: ./lib/domain/error.js
var error = __webpack_require__(9342);
// EXTERNAL MODULE: ./lib/autoscaler/quantity.js
var quantity = __webpack_require__(6070);
;// CONCATENATED MODULE: ./lib/autoscaler/trace.js


function refuse(line, why) {
    return new error/* GateError */.ue('INPUT_INVALID', `trace line ${line}: ${why}`, {
        hint: 'Give a CSV with the head `seconds,demandMilli` or `seconds,rps`, ascending in time.',
    });
}
function numberOf(text, line, column) {
    const value = text === undefined || text.trim() === '' ? Number.NaN : Number(text);
    if (!Number.isFinite(value) || value < 0)
        throw refuse(line, `${column} "${text ?? ''}" is no number from 0 up`);
    return value;
}
function traceFrom(steps) {
    const [first, last] = [steps[0], steps.at(-1)];
    if (first === undefined || last === undefined)
        throw refuse(2, 'there are no rows');
    const spacing = steps.length > 1 ? (last.at - first.at) / (steps.length - 1) : 60;
    const demand = steps.map(({ at, milli }) => ({ at: at - first.at, milli }));
    return { demand, endAt: last.at - first.at + spacing, origin: first.at };
}
/**
 * A trace from CSV: `seconds,demandMilli`, or `seconds,rps` with what a request costs.
 *
 * @param costMs CPU milliseconds a request; needed for `rps`.
 */
function traceFromCsv(text, costMs) {
    const lines = text.split(/\r?\n/).map((line) => line.trim());
    const head = (lines[0] ?? '').split(',').map((name) => name.trim());
    const seconds = head.indexOf('seconds');
    const [demand, rps] = [head.indexOf('demandMilli'), head.indexOf('rps')];
    const column = demand >= 0 ? demand : rps;
    if (seconds < 0 || column < 0)
        throw refuse(1, `the head "${lines[0] ?? ''}" has not both seconds and demandMilli or rps`);
    if (demand < 0 && costMs === undefined)
        throw refuse(1, 'rps needs the CPU cost of a request');
    const factor = demand >= 0 ? 1 : (costMs ?? 0);
    let before = Number.NEGATIVE_INFINITY;
    const steps = lines.slice(1).flatMap((line, index) => {
        if (line === '')
            return [];
        const cells = line.split(',');
        const at = numberOf(cells[seconds], index + 2, 'seconds');
        if (at <= before)
            throw refuse(index + 2, `${at} s is not after ${before} s`);
        before = at;
        return [{ at, milli: numberOf(cells[column], index + 2, head[column] ?? '') * factor }];
    });
    return traceFrom(steps);
}
const cpuOf = ({ containers }) => containers.reduce((sum, { usageMilli }) => sum + Number((0,quantity/* wideInteger */.on)(usageMilli['cpu'] ?? 0)), 0);
/**
 * A trace from a recorded timeline: the CPU that all pods used, less what they cost at rest, at the middle of the
 * windows in which it was measured. Pods at their limit hide demand, so it is then too low.
 */
function traceFromTimeline(rows, idleMilliPerPod) {
    const steps = new Map();
    for (const { samples } of rows) {
        if (samples === null || samples.length === 0)
            continue;
        const middle = samples.reduce((sum, each) => sum + each.timestamp - each.windowSeconds / 2, 0) / samples.length;
        const used = samples.reduce((sum, each) => sum + cpuOf(each), 0);
        steps.set(Math.round(middle), Math.max(0, used - samples.length * idleMilliPerPod));
    }
    return traceFrom([...steps].map(([at, milli]) => ({ at, milli })).sort((a, b) => a.at - b.at));
}
/** The sizes that a recording shows, as changes on the trace's own time. */
function recordedSizes(rows, { origin = 0 }) {
    const sized = rows.flatMap(({ at, scale }) => (scale === null ? [] : [{ at: at - origin, value: scale.spec }]));
    return sized.filter(({ value }, index) => value !== sized[index - 1]?.value);
}

// EXTERNAL MODULE: ./lib/autoscaler/acceptance.js
var acceptance = __webpack_require__(8776);
// EXTERNAL MODULE: ./lib/autoscaler/random.js
var random = __webpack_require__(3492);
// EXTERNAL MODULE: ./lib/autoscaler/simulation.js + 3 modules
var simulation = __webpack_require__(3153);
;// CONCATENATED MODULE: ./lib/autoscaler/what-if.js




function median(values) {
    const sorted = [...values].sort((a, b) => a - b);
    return sorted[Math.floor(sorted.length / 2)] ?? 0;
}
/** Simulated pods are one container, so the first CPU metric is all there is to hold them against. */
function settingOf(input, variant) {
    const tolerance = variant.tolerance ?? input.setup.tolerance;
    const autoscaler = (0,autoscaler_hpa/* autoscalerOf */.vM)({ ...input.hpa, ...variant.spec }, { ...input.setup, tolerance });
    const pod = {
        ...input.pod,
        requestMilli: variant.requestMilli ?? input.pod.requestMilli,
        limitMilli: variant.limitMilli === undefined ? input.pod.limitMilli : variant.limitMilli,
    };
    const metric = autoscaler.metrics.find((each) => 'resource' in each && each.resource === 'cpu');
    const { min, max, tolerances } = autoscaler;
    const base = { min, max, tolerances, limitMilli: pod.limitMilli };
    if (metric === undefined)
        return { autoscaler, pod, cpu: null };
    if (typeof metric.target === 'bigint') {
        return { autoscaler, pod, cpu: { ...base, target: { kind: 'average', milli: Number(metric.target) } } };
    }
    const { requestMilli } = pod;
    if (requestMilli === null)
        return { autoscaler, pod, cpu: null };
    return { autoscaler, pod, cpu: { ...base, target: { kind: 'utilization', percent: metric.target, requestMilli } } };
}
/** Stretches between two changes of size or demand. */
function stretches(run, { demand, endAt }) {
    const edges = [...demand.map(({ at }) => at), ...run.moves.map(({ at }) => at), 0, endAt];
    const times = [...new Set(edges.filter((at) => at >= 0 && at <= endAt))].sort((a, b) => a - b);
    return times.slice(1).map((to, index) => {
        const from = times[index] ?? 0;
        return { from, to, milli: demand.findLast(({ at }) => at <= from)?.milli ?? 0, size: (0,simulation/* sizeAt */.Z)(run, from) };
    });
}
function measure(run, trace, { cpu, pod }) {
    let [podSeconds, shortSeconds, idleSeconds] = [0, 0, 0];
    for (const { from, to, milli, size } of stretches(run, trace)) {
        podSeconds += size * (to - from);
        if (cpu === null || size === 0)
            continue;
        const demand = { loadMilli: milli, idleMilliPerPod: pod.idleMilli };
        const { members } = (0,acceptance/* acceptanceOf */.BL)({ ...cpu, limitMilli: null }, demand);
        const over = pod.limitMilli !== null && milli / size + pod.idleMilli > pod.limitMilli;
        if (over || size < Math.min(...members))
            shortSeconds += to - from;
        else if (size > Math.max(...members))
            idleSeconds += to - from;
    }
    return { podSeconds, shortSeconds, idleSeconds };
}
const flips = ({ moves }) => {
    const signs = moves.map(({ from, to }) => Math.sign(to - from));
    return signs.filter((sign, index) => index > 0 && sign !== signs[index - 1]).length;
};
function resultOf(input, variant) {
    const setting = settingOf(input, variant);
    const { trace, clocks, startReplicas, runs, seed } = input;
    const scenario = { ...setting, clocks, startReplicas, demand: trace.demand, endAt: trace.endAt };
    const all = Array.from({ length: runs }, (_, index) => (0,simulation/* simulate */.J)(scenario, (0,random/* seeded */.J)(seed + index)));
    const measured = all.map((run) => measure(run, trace, setting));
    const [first] = all;
    if (first === undefined)
        throw new RangeError('a what-if needs at least one run');
    return {
        name: variant.name,
        moves: median(all.map(({ moves }) => moves.length)),
        flaps: median(all.map(flips)),
        peak: median(all.map((run) => Math.max(startReplicas, ...run.moves.map(({ to }) => to)))),
        podHours: median(measured.map(({ podSeconds }) => podSeconds)) / 3600,
        shortSeconds: median(measured.map(({ shortSeconds }) => shortSeconds)),
        idleSeconds: median(measured.map(({ idleSeconds }) => idleSeconds)),
        run: first,
    };
}
/** Plays a trace through the autoscaler as it is and as it might be. Only CPU is simulated. */
function whatIf(input) {
    const variants = [{ name: 'as it is' }, ...input.variants];
    return { trace: input.trace, results: variants.map((variant) => resultOf(input, variant)) };
}

;// CONCATENATED MODULE: ./lib/autoscaler/chart.js
const bars = ['\u2581', '\u2582', '\u2583', '\u2584', '\u2585', '\u2586', '\u2587', '\u2588'];
function valueAt({ points }, at) {
    return points.findLast((point) => point.at <= at)?.value ?? 0;
}
/** The highest value of a stretch of time, so that a short peak is not lost between two columns. */
function peakOf(series, from, to) {
    const inside = series.points.filter(({ at }) => at > from && at < to).map(({ value }) => value);
    return Math.max(valueAt(series, from), ...inside);
}
function lineOf(series, from, to, columns, width) {
    const step = (to - from) / columns;
    const values = Array.from({ length: columns }, (_, index) => peakOf(series, from + index * step, from + (index + 1) * step));
    const top = Math.max(...values, 0);
    const drawn = values.map((value) => value <= 0 ? ' ' : (bars[Math.min(7, Math.max(0, Math.ceil((value / top) * 8) - 1))] ?? ''));
    return `${series.name.padEnd(width)} ${drawn.join('')} max ${Math.round(top * 10) / 10}${series.unit}`;
}
/** Bars over time, one line a series, each scaled to its own maximum, with the seconds below. */
function chartText(series, from, to, columns = 60) {
    const width = Math.max(0, ...series.map(({ name }) => name.length));
    const [left, right] = [`${Math.round(from)} s`, `${Math.round(to)} s`];
    const axis = `${' '.repeat(width)} ${left}${right.padStart(Math.max(1, columns - left.length))}`;
    return [...series.map((each) => lineOf(each, from, to, columns, width)), axis].join('\n');
}

// EXTERNAL MODULE: ./lib/autoscaler/table.js
var table = __webpack_require__(9835);
;// CONCATENATED MODULE: ./lib/autoscaler/what-if-text.js


const one = (value) => String(Math.round(value * 10) / 10);
function rowOf({ name, moves, flaps, peak, podHours, shortSeconds, idleSeconds }) {
    return [name, ...[moves, flaps, peak, podHours, shortSeconds, idleSeconds].map(one)];
}
function seriesOf({ name, run }) {
    const points = [{ at: 0, value: run.startReplicas }, ...run.moves.map(({ at, to }) => ({ at, value: to }))];
    return { name, unit: ' pods', points };
}
/**
 * A what-if as text: one row a variant, and the demand over time above the sizes that answer it.
 *
 * @param recorded the sizes that the recording shows, where the trace is one: they stand above the simulated ones.
 */
function whatIfText({ trace, results }, recorded = []) {
    const head = ['variant', 'moves', 'turns', 'peak', 'pod-hours', 'too few (s)', 'too many (s)'];
    const demand = { name: 'demand', unit: 'm', points: trace.demand.map(({ at, milli }) => ({ at, value: milli })) };
    const seen = recorded.length === 0 ? [] : [{ name: 'recorded', unit: ' pods', points: recorded }];
    const chart = chartText([demand, ...seen, ...results.map(seriesOf)], 0, trace.endAt);
    return `${(0,table/* tableText */.q)(head, results.map(rowOf))}\n\n${chart}`;
}

// EXTERNAL MODULE: ./lib/entry/config-file.js
var config_file = __webpack_require__(5827);
// EXTERNAL MODULE: ./lib/entry/inputs/parse.js + 9 modules
var parse = __webpack_require__(6292);
// EXTERNAL MODULE: ./lib/entry/lint-only.js + 1 modules
var lint_only = __webpack_require__(1718);
// EXTERNAL MODULE: ./lib/entry/specs.js
var specs = __webpack_require__(3648);
// EXTERNAL MODULE: ./lib/entry/cli/plan.js + 4 modules
var plan = __webpack_require__(2400);
// EXTERNAL MODULE: ./lib/entry/cli/scaling-facts.js
var scaling_facts = __webpack_require__(7662);
;// CONCATENATED MODULE: ./lib/entry/cli/simulate.js














const IDLE_MILLI = 2;
const RUNS = 20;
/** `scale-gate simulate FOLDER --trace FILE [--set tolerance=0.05 \u2026]`: the HPA of the manifests over a recorded load, as it is and as it could be. */
async function simulateCommand(asked) {
    const folder = asked.operands[0] ?? '.';
    const load = readLoad(String(asked.own['trace']), asked.own['cost']);
    const clocks = asked.own['clocks'] === 'quick' ? autoscaler_clocks/* quickClocks */.Zf : autoscaler_clocks/* productionClocks */.jj;
    const config = (0,config_file/* configFile */.Z)(folder, asked.config);
    const spec = (0,parse.parseOptions)({
        ...(config === undefined ? {} : { config }),
        given: asked.given,
        label: (name) => `--${name}`,
    });
    const { output } = await (0,lint_only/* lintOnly */.E)((0,specs/* lintSpec */.FP)(spec, folder, spec.namespace ?? 'default'), spec.service ?? folder, new AbortController().signal);
    const facts = (0,scaling_facts/* scalingFacts */.p)(output.manifests);
    const texts = facts.map((one) => simulated(one, load, clocks, variantsOf(asked.own['set'], one.hpa)));
    const name = asked.own['clocks'] === 'quick' ? 'quick' : 'production';
    for (const [index, text] of texts.entries())
        process.stdout.write(`HorizontalPodAutoscaler ${facts[index]?.name}, ${RUNS} simulated runs on ${name} clocks\n\n${text}\n`);
    if (load.rows.length > 0)
        process.stdout.write(`\n${replayed(load.rows, clocks)}\n`);
    return 0;
}
function simulated({ hpa, workload }, { trace, rows }, clocks, variants) {
    const sum = (values) => values.reduce((total, value) => (total === null || value === null ? null : total + value), 0);
    const { containers } = workload;
    const result = whatIf({
        hpa,
        setup: autoscaler_hpa/* defaultSetup */.l5,
        pod: {
            requestMilli: sum(containers.map(({ cpuRequestMilli, cpuLimitMilli }) => cpuRequestMilli ?? cpuLimitMilli)),
            limitMilli: sum(containers.map(({ cpuLimitMilli }) => cpuLimitMilli)),
            idleMilli: IDLE_MILLI,
            readySeconds: [3, 12],
        },
        clocks,
        trace,
        startReplicas: rows[0]?.scale?.spec ?? hpa.minReplicas ?? 1,
        variants,
        runs: RUNS,
        seed: 1,
    });
    return whatIfText(result, recordedSizes(rows, trace));
}
/** What the recorded HPA decided, held against the algorithm once more. */
function replayed(rows, clocks) {
    const { syncPeriodSeconds } = clocks;
    const { decisions, exact, withinInterval } = (0,shadow/* shadow */.r)(rows, {
        setup: { ...autoscaler_hpa/* defaultSetup */.l5, flags: (0,autoscaler_clocks/* flagsOf */.Zo)(clocks) },
        syncPeriodSeconds,
    });
    const differing = decisions.filter(({ agreement }) => agreement === 'deviates');
    const lines = differing
        .slice(0, 10)
        .map(({ at, code, explanation }) => `  ${at.toFixed(0)} s ${code}: ${explanation}`);
    return [
        `recorded decisions that the algorithm reproduces: ${exact + withinInterval} of ${decisions.length}`,
        ...lines,
    ].join('\n');
}
function readLoad(file, cost) {
    if (!(0,external_node_fs_.existsSync)(file))
        throw new error/* GateError */.ue('INPUT_INVALID', `no such trace: ${file}`, {
            hint: 'Give a CSV of `seconds,demandMilli` or `seconds,rps`, or the timeline.jsonl of an earlier run.',
        });
    const text = (0,external_node_fs_.readFileSync)(file, 'utf8');
    if (!file.endsWith('.jsonl'))
        return { trace: traceFromCsv(text, cost === undefined ? undefined : (0,plan.costOf)(cost).highMs), rows: [] };
    const rows = text.split('\n').flatMap((line, index) => (line.trim() === '' ? [] : [simulate_rowOf(line, index + 1)]));
    return { trace: traceFromTimeline(rows, IDLE_MILLI), rows };
}
function simulate_rowOf(line, number) {
    try {
        const row = JSON.parse(line);
        if (typeof row.at === 'number' && Array.isArray(row.pods))
            return row;
    }
    catch {
        // Said below, with its line.
    }
    throw (0,error/* invalidInput */.aY)([`trace line ${number} is no row of a timeline`], 'Give the timeline.jsonl that a run has written.');
}
/** `--set tolerance=0.05 --set target=50`: each change is a variant of its own. */
function variantsOf(changes, hpa) {
    if (!Array.isArray(changes))
        return [];
    const problems = [];
    const variants = changes.flatMap((change) => {
        const [, key = '', text = ''] = /^([a-z-]+)=(.+)$/.exec(change) ?? [];
        const value = Number(text);
        const variant = Number.isFinite(value) && text !== '' ? variantOf(key, value, hpa) : undefined;
        if (variant === undefined)
            problems.push(`--set ${change}`);
        return variant === undefined ? [] : [{ name: change, ...variant }];
    });
    if (problems.length > 0)
        throw (0,error/* invalidInput */.aY)(problems, 'Changes are min, max, target, tolerance, request, limit or scale-down-window, each `=` a number (request and limit in millicores, the window in seconds).');
    return variants;
}
function variantOf(key, value, hpa) {
    switch (key) {
        case 'min':
            return { spec: { minReplicas: value } };
        case 'max':
            return { spec: { maxReplicas: value } };
        case 'target':
            return {
                spec: {
                    metrics: [
                        { type: 'Resource', resource: { name: 'cpu', target: { type: 'Utilization', averageUtilization: value } } },
                    ],
                },
            };
        case 'tolerance':
            return { tolerance: value };
        case 'request':
            return { requestMilli: value };
        case 'limit':
            return { limitMilli: value };
        case 'scale-down-window':
            return {
                spec: {
                    behavior: { ...hpa.behavior, scaleDown: { ...hpa.behavior?.scaleDown, stabilizationWindowSeconds: value } },
                },
            };
        default:
            return undefined;
    }
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