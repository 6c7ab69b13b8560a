"use strict";
exports.id = 386;
exports.ids = [386];
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

/***/ 7386:
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
var hpa = __webpack_require__(2901);
// EXTERNAL MODULE: ./lib/autoscaler/reconcile.js + 9 modules
var reconcile = __webpack_require__(1428);
// EXTERNAL MODULE: ./lib/autoscaler/memory.js
var memory = __webpack_require__(488);
;// CONCATENATED MODULE: ./lib/autoscaler/shadow-memory.js

/** Memories that the live controller may have at once, in number. More than a few say nothing further. */
const mostMemories = 6;
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
/** The same without the recommendation from before the recording, whose age nobody saw: it may have run out. Null where it has. */
function withoutUnseen(memory) {
    const counts = ({ unseen, at }) => unseen === true && at > Number.NEGATIVE_INFINITY;
    if (!memory.recommendations.some(counts))
        return null;
    const recommendations = memory.recommendations.map((each) => each.unseen ? { ...each, at: Number.NEGATIVE_INFINITY } : each);
    return { ...memory, recommendations };
}
/** Remembers at the likeliest instant what was tried at another, so that errors of one decision do not reach the next. */
function settled(memory, now, at) {
    const settle = (slots) => slots.map((slot) => (slot.at === now ? { ...slot, at } : slot));
    return {
        recommendations: settle(memory.recommendations),
        scaleUpEvents: settle(memory.scaleUpEvents),
        scaleDownEvents: settle(memory.scaleDownEvents),
    };
}
/** How much older than its window a recommendation has to be before it is certain that it has run out, seconds. */
const slack = 5;
function longestWindow({ behavior, flags }) {
    const { downscaleStabilizationSeconds } = flags;
    const up = behavior?.scaleUp.stabilizationWindowSeconds ?? 0;
    return Math.max(up, behavior?.scaleDown.stabilizationWindowSeconds ?? downscaleStabilizationSeconds);
}
/** Two memories decide alike that hold the same sizes, of those that have not run out. */
function sizesOf({ recommendations, scaleUpEvents, scaleDownEvents }, since) {
    const young = recommendations.filter(({ at }) => at >= since).map(({ at, replicas }) => `${at} ${replicas}`);
    const changes = [...scaleUpEvents, ...scaleDownEvents].map(({ at, change }) => `${at} ${change}`);
    return `${young.toSorted().join()}/${changes.toSorted().join()}`;
}
/** Those that differ, the likeliest first. */
function distinct(memories, autoscaler, now) {
    const found = new Map();
    for (const memory of memories) {
        const key = sizesOf(memory, now - longestWindow(autoscaler) - slack);
        if (!found.has(key))
            found.set(key, memory);
        if (found.size === mostMemories)
            break;
    }
    return [...found.values()];
}
/** After a deviation the memory goes on with what the live controller wrote, not with what the port would have. */
function corrected(autoscaler, before, after, at, observed) {
    const kept = { ...after, scaleUpEvents: before.scaleUpEvents, scaleDownEvents: before.scaleDownEvents };
    if (!observed.able.endsWith('SucceededRescale'))
        return kept;
    return (0,memory/* rememberScale */.qS)(kept, autoscaler.behavior, at, observed.current, observed.desired);
}

;// CONCATENATED MODULE: ./lib/autoscaler/shadow-inputs.js




function tryInputs(autoscaler, { memory, status }, rows, now, current) {
    const sync = (0,reconcile/* reconcile */.L)(autoscaler, status, memory, (0,observation/* observationOf */.KY)(rows, autoscaler.metrics, now, current));
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
/**
 * Instants at which the controller may have decided, the likeliest first. Beyond both ends by half the interval: a window
 * opens at an instant that is known no better, so that the age of what it holds is less certain than the time of day.
 */
function instantsOf({ at, earliest, latest }) {
    const half = (latest - earliest) / 2;
    return [at, latest, earliest, latest + half, earliest - half];
}
/** Every combination of what was known, when, and what was read, the likeliest first. */
function* candidates(autoscaler, known, rows, instant, current) {
    const without = known.flatMap(({ memory, status }) => {
        const less = withoutUnseen(memory);
        return less === null ? [] : [{ memory: less, status }];
    });
    for (const each of [...known, ...without]) {
        for (const now of instantsOf(instant)) {
            for (const samples of rows) {
                for (const pods of rows)
                    yield tryInputs(autoscaler, each, { samples, pods }, now, current);
            }
        }
    }
}

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
const sync_instant_slack = 1.5;
/** How far the distance of two visible syncs may be from a multiple of the period, as a share of it. */
const drift = 0.25;
function quietSync(rows, at) {
    return { at, earliest: at - sync_instant_slack, latest: at + sync_instant_slack, row: nearestRow(rows, at), visible: false };
}
function between(rows, from, to, period) {
    const steps = Math.round((to - from) / period);
    if (steps < 2 || Math.abs((to - from) / steps - period) > drift * period)
        return [];
    return Array.from({ length: steps - 1 }, (_, index) => quietSync(rows, from + ((to - from) * (index + 1)) / steps));
}
function run(rows, from, end, period) {
    const count = Math.max(0, Math.floor((Math.abs(end - from) - sync_instant_slack) / period));
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
function* matchesOf(tried, observed) {
    for (const candidate of tried)
        if (sameOutcome(candidate.outcome, observed))
            yield candidate;
}
function explained({ instant, observed, autoscaler }, first, matches) {
    const [match] = matches;
    if (match === undefined)
        return null;
    const explanation = `${observed.current} \u2192 ${observed.desired} at ${observed.metrics.join(', ') || 'no metric'}: ${observed.able}, ${observed.limited}`;
    return {
        decision: {
            at: match.now,
            row: instant.row,
            visible: instant.visible,
            observed,
            predicted: first.outcome,
            agreement: match === first ? 'exact' : 'within-interval',
            code: outcomeCode(observed),
            explanation,
        },
        memories: distinct(matches.map(({ sync, now }) => settled(sync.memory, now, instant.at)), autoscaler, instant.at),
    };
}
function deviating(scene, first, memory, options) {
    const { rows, instant, autoscaler, status, observed } = scene;
    const predicted = first.outcome;
    const pods = rows[Math.max(0, instant.row - 1)];
    const again = (row) => tryInputs(autoscaler, { memory, status }, { samples: row, pods: pods ?? row }, instant.at, observed.current)
        .outcome;
    const code = deviationOf({ rows, instant, observed, predicted, again, memory, autoscaler, options });
    const explanation = differencesOf(observed, predicted).join('; ');
    const base = { at: instant.at, row: instant.row, visible: instant.visible, observed, predicted };
    return {
        decision: { ...base, agreement: 'deviates', code, explanation },
        memories: [corrected(autoscaler, memory, first.sync.memory, first.now, observed)],
    };
}
/**
 * Several memories may have led to what was seen: a size that a higher one in the window hides shows itself only when that
 * one has run out. All of them are kept until a decision tells them apart.
 */
function judge(scene, memories, options) {
    const { rows, instant, autoscaler, status, observed } = scene;
    const known = memories.map((memory) => ({ memory, status }));
    const tried = [...candidates(autoscaler, known, rowsOf(rows, instant), instant, observed.current)];
    const [first] = tried;
    const [memory] = memories;
    if (first === undefined || memory === undefined)
        throw new RangeError(`row ${instant.row} is not in the timeline`);
    return explained(scene, first, [...matchesOf(tried, observed)]) ?? deviating(scene, first, memory, options);
}
/**
 * Replays a recording of a live HPA through the port, sync by sync.
 *
 * The controller reads at instants that no observer knows. A decision agrees when inputs that were seen around it, after a
 * past that explains every decision before it, reproduce it whole: sizes, the reasons of all three conditions, and the
 * metric values in the status. What none of them reproduces deviates.
 */
function shadow(rows, options) {
    const decisions = [];
    let memories = [firstMemory(rows.find(({ hpa }) => hpa !== null))];
    for (const instant of syncInstants(rows, options.syncPeriodSeconds)) {
        const before = rows[Math.max(0, instant.row - 1)]?.hpa;
        const after = rows[instant.row]?.hpa;
        if (!before || !after)
            continue;
        const autoscaler = (0,hpa/* autoscalerOf */.vM)(after.spec, options.setup);
        const scene = { rows, instant, autoscaler, status: statusOf(before), observed: observedOutcome(after) };
        const judged = judge(scene, memories, options);
        memories = judged.memories;
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


/***/ })

};
;