"use strict";
exports.id = 488;
exports.ids = [488];
exports.modules = {

/***/ 2389:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   KY: () => (/* binding */ observationOf),
/* harmony export */   NH: () => (/* binding */ currentMetricOf)
/* harmony export */ });
/* unused harmony exports podOf, readingsOf */
/* harmony import */ var _quantity_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(6070);

function containerOf({ name, restartPolicy, requestMilli }) {
    const requests = {};
    for (const [resource, milli] of Object.entries(requestMilli)) {
        if (milli !== undefined)
            requests[resource] = (0,_quantity_js__WEBPACK_IMPORTED_MODULE_0__/* .wideInteger */ .on)(milli);
    }
    return { name, restartPolicy: restartPolicy ?? null, requests };
}
function podOf({ containers, initContainers, ...pod }) {
    const { name, phase, deleting, startTime, ready } = pod;
    return {
        name,
        phase,
        deleting,
        startTime,
        ready,
        containers: containers.map(containerOf),
        initContainers: initContainers.map(containerOf),
    };
}
/** Sum over containers, or the named one; undefined where the controller would find no sample either. */
function usageOf({ containers }, resource, container) {
    const named = container === undefined ? containers : containers.filter(({ name }) => name === container).slice(0, 1);
    const usages = named.map(({ usageMilli }) => usageMilli[resource]);
    const known = usages.filter((usage) => usage !== undefined);
    if (known.length === 0 || known.length < usages.length)
        return undefined;
    return known.map(_quantity_js__WEBPACK_IMPORTED_MODULE_0__/* .wideInteger */ .on).reduce((a, b) => a + b, 0n);
}
function resourceReading(row, resource, container) {
    if (row.samples === null)
        return { error: row.samplesError ?? 'unable to fetch metrics from resource metrics API' };
    if (row.samples.length === 0)
        return { error: 'no metrics returned from resource metrics API' };
    const samples = row.samples.flatMap((sample) => {
        const { pod, timestamp, windowSeconds } = sample;
        const milli = usageOf(sample, resource, container);
        return milli === undefined ? [] : [{ pod, milli, timestamp, windowSeconds }];
    });
    return { samples };
}
function otherReading(observed) {
    if (observed === undefined)
        return { error: 'not observed' };
    if ('error' in observed)
        return { error: observed.error };
    if ('value' in observed)
        return { value: (0,_quantity_js__WEBPACK_IMPORTED_MODULE_0__/* .wideInteger */ .on)(observed.value) };
    if ('values' in observed)
        return { values: observed.values.map(_quantity_js__WEBPACK_IMPORTED_MODULE_0__/* .wideInteger */ .on) };
    return { samples: observed.samples.map(({ milli, ...rest }) => ({ ...rest, milli: (0,_quantity_js__WEBPACK_IMPORTED_MODULE_0__/* .wideInteger */ .on)(milli) })) };
}
/** What a row says of each metric of the HPA. */
function readingsOf(row, metrics) {
    return metrics.map((metric, index) => 'resource' in metric
        ? resourceReading(row, metric.resource, 'container' in metric ? metric.container : undefined)
        : otherReading(row.readings?.find((reading) => reading.metric === index)));
}
/** What a controller that reads samples and pods at these rows sees. */
function observationOf(rows, metrics, now, specReplicas) {
    return {
        now,
        specReplicas,
        statusReplicas: rows.pods.scale?.status ?? specReplicas,
        pods: rows.pods.pods.map(podOf),
        readings: readingsOf(rows.samples, metrics),
    };
}
const quantityOf = (value) => typeof value === 'string' || typeof value === 'number' ? ((0,_quantity_js__WEBPACK_IMPORTED_MODULE_0__/* .milliOf */ .xz)(String(value)) ?? null) : null;
/** Values of one entry of the live status.currentMetrics; null for an entry that failed. */
function currentMetricOf(observed) {
    const source = observed[observed.type === '' ? '' : `${observed.type.charAt(0).toLowerCase()}${observed.type.slice(1)}`];
    if (typeof source !== 'object' || source === null || !('current' in source))
        return null;
    const current = source.current;
    const percent = current?.averageUtilization;
    return {
        utilizationPercent: typeof percent === 'number' ? percent : null,
        milli: quantityOf(current?.averageValue ?? current?.value),
    };
}


/***/ }),

/***/ 9136:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  r: () => (/* binding */ shadow)
});

// UNUSED EXPORTS: outcomeCode

// EXTERNAL MODULE: ./lib/autoscaler/observation.js
var observation = __webpack_require__(2389);
;// CONCATENATED MODULE: ./lib/autoscaler/decision.js

const words = (condition) => condition === undefined ? '' : `${condition.status} ${condition.reason}`;
function metricWords(current) {
    if (current === null)
        return 'failed';
    const percent = current.utilizationPercent === null ? '' : `${current.utilizationPercent}% `;
    return `${percent}${current.milli ?? '?'}m`;
}
function outcomeOf(current, status) {
    const { conditions } = status;
    return {
        current,
        desired: status.desiredReplicas,
        able: words(conditions.AbleToScale),
        active: words(conditions.ScalingActive),
        limited: words(conditions.ScalingLimited),
        metrics: status.currentMetrics.map(metricWords),
    };
}
const types = ['AbleToScale', 'ScalingActive', 'ScalingLimited'];
/** The live status in the port's words. */
function statusOf({ status }) {
    const conditions = {};
    for (const { type, status: value, reason } of status.conditions) {
        const known = types.find((each) => each === type);
        if (known !== undefined)
            conditions[known] = { status: value, reason };
    }
    return {
        desiredReplicas: status.desiredReplicas,
        conditions,
        currentMetrics: status.currentMetrics.map(observation/* currentMetricOf */.NH),
        lastScaleTime: status.lastScaleTime,
    };
}
function observedOutcome(hpa) {
    return outcomeOf(hpa.status.currentReplicas, statusOf(hpa));
}
function sameOutcome(a, b) {
    return differencesOf(a, b).length === 0;
}
/** The fields in which two outcomes differ, as `field a \u2260 b`. */
function differencesOf(a, b) {
    const fields = ['current', 'desired', 'able', 'active', 'limited', 'metrics'];
    return fields.flatMap((field) => {
        const [left, right] = [String(a[field]), String(b[field])];
        return left === right ? [] : [`${field} ${left || '(none)'} \u2260 ${right || '(none)'}`];
    });
}

;// CONCATENATED MODULE: ./lib/autoscaler/deviation.js

/** Rows further apart than this are a gap, seconds. */
const gapSeconds = 3;
function isStale({ rows, instant: { row } }) {
    const [before, after] = [rows[row - 1], rows[row]];
    if (before === undefined || after === undefined)
        return true;
    return (after.at - before.at > gapSeconds ||
        [before, after].some(({ samples, scale }) => samples === null || scale === null));
}
/** Living pods that belong to more than one ReplicaSet. */
function isRollout(row) {
    const owners = (row?.pods ?? []).filter(({ deleting }) => !deleting).flatMap(({ owner }) => owner ?? []);
    return new Set(owners).size > 1;
}
/** Whether the size that a sync found is another than the controller itself had left. */
function isByHand(before, current) {
    const status = before?.hpa?.status;
    return status !== undefined && status.desiredReplicas !== 0 && status.desiredReplicas !== current;
}
function windowOf({ behavior, flags }) {
    return behavior?.scaleDown.stabilizationWindowSeconds ?? flags.downscaleStabilizationSeconds;
}
function deviationOf(deviation) {
    const { rows, instant, observed, predicted, autoscaler, options } = deviation;
    const [before, after] = [rows[instant.row - 1], rows[instant.row]];
    if (isStale(deviation))
        return 'stale-observation';
    if (JSON.stringify(before?.hpa?.spec) !== JSON.stringify(after?.hpa?.spec))
        return 'spec-changed';
    const unseen = autoscaler.metrics.some((metric, index) => !('resource' in metric) && !after?.readings?.some((reading) => reading.metric === index));
    if (unseen)
        return 'metric-not-observed';
    const recent = rows.slice(0, instant.row).filter(({ at }) => at > instant.at - 2 * options.syncPeriodSeconds);
    if (recent.some((row) => sameOutcome(deviation.again(row), observed)))
        return 'metrics-newer-than-decision';
    if (isRollout(before) || isRollout(after))
        return 'rollout';
    if (isByHand(before, observed.current))
        return 'scaled-by-hand';
    const held = observed.able !== predicted.able;
    const young = instant.at - (rows[0]?.at ?? 0) < windowOf(autoscaler);
    if (held && observed.able.endsWith('ScaleDownStabilized'))
        return young ? 'memory-unknown' : 'held-by-down-window';
    if (held && observed.able.endsWith('ScaleUpStabilized'))
        return 'held-by-up-window';
    return 'unexplained';
}

// EXTERNAL MODULE: ./lib/autoscaler/hpa.js + 1 modules
var autoscaler_hpa = __webpack_require__(2901);
// EXTERNAL MODULE: ./lib/autoscaler/memory.js
var memory = __webpack_require__(488);
// EXTERNAL MODULE: ./lib/autoscaler/reconcile.js + 9 modules
var reconcile = __webpack_require__(1428);
;// CONCATENATED MODULE: ./lib/autoscaler/sync-instant.js

/** Row by row: did the status change since the row before that had an HPA of the same name? */
function visibleSyncs(rows) {
    const found = [];
    for (let row = 1; row < rows.length; row += 1) {
        const [before, after] = [rows[row - 1], rows[row]];
        if (!before?.hpa || !after?.hpa || before.hpa.name !== after.hpa.name)
            continue;
        const { lastScaleTime } = after.hpa.status;
        const rescaled = lastScaleTime !== before.hpa.status.lastScaleTime;
        if (!rescaled && sameOutcome(observedOutcome(before.hpa), observedOutcome(after.hpa)))
            continue;
        const [earliest, latest] = [before.at, after.until];
        // lastScaleTime is cut to the second; it names the instant better than the rows do.
        const stamped = rescaled && lastScaleTime !== null ? lastScaleTime + 0.5 : (earliest + latest) / 2;
        found.push({ at: Math.min(Math.max(stamped, earliest), latest), earliest, latest, row, visible: true });
    }
    return found;
}
function nearestRow(rows, at) {
    let best = 0;
    for (let row = 1; row < rows.length; row += 1) {
        if (Math.abs((rows[row]?.at ?? 0) - at) < Math.abs((rows[best]?.at ?? 0) - at))
            best = row;
    }
    return best;
}
/** How far a quiet sync may be from where it is counted to be, seconds. */
const slack = 1.5;
/** How far the distance of two visible syncs may be from a multiple of the period, as a share of it. */
const drift = 0.25;
function quietSync(rows, at) {
    return { at, earliest: at - slack, latest: at + slack, row: nearestRow(rows, at), visible: false };
}
function between(rows, from, to, period) {
    const steps = Math.round((to - from) / period);
    if (steps < 2 || Math.abs((to - from) / steps - period) > drift * period)
        return [];
    return Array.from({ length: steps - 1 }, (_, index) => quietSync(rows, from + ((to - from) * (index + 1)) / steps));
}
function run(rows, from, end, period) {
    const count = Math.max(0, Math.floor((Math.abs(end - from) - slack) / period));
    const sign = Math.sign(end - from);
    return Array.from({ length: count }, (_, index) => quietSync(rows, from + sign * period * (index + 1)));
}
/**
 * Every sync of the controller in a recording: those that changed the status, and between, before and after them those
 * that its period implies.
 */
function syncInstants(rows, periodSeconds) {
    const visible = visibleSyncs(rows);
    const [first, last] = [visible[0], visible.at(-1)];
    const [start, end] = [rows[0], rows.at(-1)];
    if (first === undefined || last === undefined || start === undefined || end === undefined)
        return [];
    const inside = visible.flatMap((sync, index) => {
        const next = visible[index + 1];
        return next === undefined ? [sync] : [sync, ...between(rows, sync.at, next.at, periodSeconds)];
    });
    const beforeFirst = run(rows, first.at, start.at, periodSeconds).toReversed();
    const all = [...beforeFirst, ...inside, ...run(rows, last.at, end.at, periodSeconds)];
    return all.filter(({ row }) => rows[row]?.hpa && rows[Math.max(0, row - 1)]?.hpa);
}

;// CONCATENATED MODULE: ./lib/autoscaler/shadow.js







/**
 * What the controller remembers before the recording begins, as far as its first status tells: where it holds a size
 * back, that size was recommended at some time within the window; otherwise nothing in the window is higher.
 */
function firstMemory(row) {
    const able = row?.hpa?.status.conditions.find(({ type }) => type === 'AbleToScale');
    if (!row?.hpa || able === undefined)
        return memory/* emptyMemory */.l4;
    const at = able.reason === 'ScaleDownStabilized' ? row.at : Number.NEGATIVE_INFINITY;
    return { ...memory/* emptyMemory */.l4, recommendations: [{ at, replicas: row.hpa.status.currentReplicas, unseen: true }] };
}
/** The same without the recommendation from before the recording, whose age nobody saw: it may have run out. */
function withoutFirst({ memory, status }) {
    const recommendations = memory.recommendations.map((each) => each.unseen ? { ...each, at: Number.NEGATIVE_INFINITY } : each);
    return { status, memory: { ...memory, recommendations } };
}
/** spec and memory of the HPA at a row; another spec is another autoscaler. */
function portOf(hpa, setup) {
    return (0,autoscaler_hpa/* autoscalerOf */.vM)(hpa.spec, setup);
}
function tryInputs(autoscaler, state, rows, now, current) {
    const sync = (0,reconcile/* reconcile */.L)(autoscaler, state.status, state.memory, (0,observation/* observationOf */.KY)(rows, autoscaler.metrics, now, current));
    return { now, sync, outcome: outcomeOf(current, sync.status) };
}
/** Rows in which the controller may have read, those before the outcome first: what it read it read before it wrote. */
function rowsOf(rows, { row, earliest, latest, visible }) {
    if (visible)
        return [rows[row - 1], rows[row], rows[row - 2]].filter((each) => each !== undefined);
    const near = rows.filter(({ at }) => at >= earliest && at <= latest);
    const nearest = rows[row];
    return nearest === undefined ? near : [nearest, ...near.filter((each) => each !== nearest)];
}
function* candidates(autoscaler, state, rows, instant, current) {
    for (const known of [state, withoutFirst(state)]) {
        for (const now of [instant.at, instant.latest, instant.earliest]) {
            for (const samples of rows) {
                for (const pods of rows)
                    yield tryInputs(autoscaler, known, { samples, pods }, now, current);
            }
        }
    }
}
function outcomeCode({ current, desired, able, active, limited }) {
    if (active === 'False ScalingDisabled')
        return 'scaling-disabled';
    if (active.startsWith('False'))
        return 'metrics-failed';
    if (able === 'True SucceededRescale' && desired !== current)
        return desired > current ? 'scaled-up' : 'scaled-down';
    if (able === 'True ScaleDownStabilized')
        return 'held-by-down-window';
    if (able === 'True ScaleUpStabilized')
        return 'held-by-up-window';
    return limited.startsWith('True') ? 'held-by-limit' : 'kept';
}
/** After a deviation the memory goes on with what the live controller wrote, not with what the port would have. */
function corrected(autoscaler, before, { sync, now }, observed) {
    const kept = { ...sync.memory, scaleUpEvents: before.scaleUpEvents, scaleDownEvents: before.scaleDownEvents };
    if (!observed.able.endsWith('SucceededRescale'))
        return kept;
    return (0,memory/* rememberScale */.qS)(kept, autoscaler.behavior, now, observed.current, observed.desired);
}
function judge(rows, hpa, instant, state, options) {
    const autoscaler = portOf(hpa, options.setup);
    const observed = observedOutcome(hpa);
    const read = rowsOf(rows, instant);
    let first;
    for (const candidate of candidates(autoscaler, state, read, instant, observed.current)) {
        first ??= candidate;
        if (!sameOutcome(candidate.outcome, observed))
            continue;
        const agreement = candidate === first ? 'exact' : 'within-interval';
        const explanation = `${observed.current} \u2192 ${observed.desired} at ${observed.metrics.join(', ') || 'no metric'}: ${observed.able}, ${observed.limited}`;
        const base = { at: candidate.now, row: instant.row, visible: instant.visible, observed, predicted: first.outcome };
        return {
            decision: { ...base, agreement, code: outcomeCode(observed), explanation },
            memory: candidate.sync.memory,
        };
    }
    if (first === undefined)
        throw new RangeError(`row ${instant.row} is not in the timeline`);
    const predicted = first.outcome;
    const pods = rows[Math.max(0, instant.row - 1)];
    const again = (row) => tryInputs(autoscaler, state, { samples: row, pods: pods ?? row }, instant.at, observed.current).outcome;
    const code = deviationOf({ rows, instant, observed, predicted, again, memory: state.memory, autoscaler, options });
    const explanation = differencesOf(observed, predicted).join('; ');
    const base = { at: instant.at, row: instant.row, visible: instant.visible, observed, predicted };
    return {
        decision: { ...base, agreement: 'deviates', code, explanation },
        memory: corrected(autoscaler, state.memory, first, observed),
    };
}
/**
 * Replays a recording of a live HPA through the port, sync by sync.
 *
 * The controller reads at instants that no observer knows. A decision agrees when inputs that were seen around it
 * reproduce it whole: sizes, the reasons of all three conditions, and the metric values in the status. What none of
 * them reproduces deviates.
 */
function shadow(rows, options) {
    const decisions = [];
    let memory = firstMemory(rows.find(({ hpa }) => hpa !== null));
    for (const instant of syncInstants(rows, options.syncPeriodSeconds)) {
        const before = rows[Math.max(0, instant.row - 1)]?.hpa;
        const after = rows[instant.row]?.hpa;
        if (!before || !after)
            continue;
        const judged = judge(rows, after, instant, { memory, status: statusOf(before) }, options);
        memory = judged.memory;
        decisions.push(judged.decision);
    }
    const count = (agreement) => decisions.filter((decision) => decision.agreement === agreement).length;
    const [exact, withinInterval, deviating] = [count('exact'), count('within-interval'), count('deviates')];
    const shown = decisions.filter(({ visible }) => visible);
    return {
        decisions,
        exact,
        withinInterval,
        deviating,
        agreement: (exact + withinInterval) / decisions.length,
        visible: { all: shown.length, agreeing: shown.filter(({ agreement }) => agreement !== 'deviates').length },
    };
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
// EXTERNAL MODULE: ./lib/autoscaler/shadow.js + 3 modules
var shadow = __webpack_require__(9136);
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


/***/ })

};
;