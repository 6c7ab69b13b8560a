"use strict";
exports.id = 199;
exports.ids = [199];
exports.modules = {

/***/ 8776:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   BL: () => (/* binding */ acceptanceOf),
/* harmony export */   CJ: () => (/* binding */ acceptanceBetween),
/* harmony export */   nd: () => (/* binding */ loadsFor),
/* harmony export */   vW: () => (/* binding */ loadsOnlyFor)
/* harmony export */ });
/* harmony import */ var _cpu_target_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(3255);

/** Sizes further than this above min are not looked at. */
const mostSizes = 10_000;
function sizesOf({ min, max }) {
    const first = Math.max(1, min);
    return Array.from({ length: Math.max(0, Math.min(max, first + mostSizes) - first + 1) }, (_, index) => first + index);
}
function acceptance(cpu, members, low, high) {
    const first = Math.max(1, cpu.min);
    const unbound = { ...cpu, min: 0, max: Number.MAX_SAFE_INTEGER };
    const below = (0,_cpu_target_js__WEBPACK_IMPORTED_MODULE_0__/* .proposedAt */ .w6)(unbound, (0,_cpu_target_js__WEBPACK_IMPORTED_MODULE_0__/* .usedMilli */ .VI)(cpu, high, first), first) < first;
    const above = (0,_cpu_target_js__WEBPACK_IMPORTED_MODULE_0__/* .proposedAt */ .w6)(unbound, (0,_cpu_target_js__WEBPACK_IMPORTED_MODULE_0__/* .usedMilli */ .VI)(cpu, low, cpu.max), cpu.max) > cpu.max;
    return { members, flaps: members.length === 0, clamp: below ? 'min' : above ? 'max' : null };
}
/** Every size of [min, max] from which the HPA does not move while the demand stays. */
function acceptanceOf(cpu, demand) {
    const members = sizesOf(cpu).filter((size) => (0,_cpu_target_js__WEBPACK_IMPORTED_MODULE_0__/* .proposedAt */ .w6)(cpu, (0,_cpu_target_js__WEBPACK_IMPORTED_MODULE_0__/* .usedMilli */ .VI)(cpu, demand, size), size) === size);
    return acceptance(cpu, members, demand, demand);
}
/** The smallest whole `used` from `from` to `to` for which the size does not shrink; undefined where there is none. */
function firstKept(cpu, size, from, to) {
    if ((0,_cpu_target_js__WEBPACK_IMPORTED_MODULE_0__/* .proposedAt */ .w6)(cpu, to, size) < size)
        return undefined;
    let [low, high] = [from, to];
    while (low < high) {
        const middle = Math.floor((low + high) / 2);
        if ((0,_cpu_target_js__WEBPACK_IMPORTED_MODULE_0__/* .proposedAt */ .w6)(cpu, middle, size) >= size)
            high = middle;
        else
            low = middle + 1;
    }
    return low;
}
/**
 * The sizes that are stable for some demand between two: what may be expected of a demand that is known by an interval.
 */
function acceptanceBetween(cpu, low, high) {
    const members = sizesOf(cpu).filter((size) => {
        const used = firstKept(cpu, size, (0,_cpu_target_js__WEBPACK_IMPORTED_MODULE_0__/* .usedMilli */ .VI)(cpu, low, size), (0,_cpu_target_js__WEBPACK_IMPORTED_MODULE_0__/* .usedMilli */ .VI)(cpu, high, size));
        return used !== undefined && (0,_cpu_target_js__WEBPACK_IMPORTED_MODULE_0__/* .proposedAt */ .w6)(cpu, used, size) === size;
    });
    return acceptance(cpu, members, low, high);
}
const farMilli = 2 ** 40;
/** The loads under which a size is stable; undefined where no load makes it so. */
function loadsFor(cpu, size, idleMilliPerPod) {
    const most = cpu.limitMilli ?? farMilli;
    const low = firstKept(cpu, size, 0, most);
    if (low === undefined || (0,_cpu_target_js__WEBPACK_IMPORTED_MODULE_0__/* .proposedAt */ .w6)(cpu, low, size) !== size)
        return undefined;
    const above = (0,_cpu_target_js__WEBPACK_IMPORTED_MODULE_0__/* .proposedAt */ .w6)(cpu, most, size) <= size ? undefined : firstMore(cpu, size, most);
    const lowMilli = low === 0 ? 0 : size * (low - 1 - idleMilliPerPod);
    const highMilli = above === undefined ? Number.POSITIVE_INFINITY : size * (above - 1 - idleMilliPerPod);
    if (highMilli < 0)
        return undefined;
    return { lowMilli: Math.max(0, lowMilli), highMilli };
}
function firstMore(cpu, size, most) {
    let [low, high] = [0, most];
    while (low < high) {
        const middle = Math.floor((low + high) / 2);
        if ((0,_cpu_target_js__WEBPACK_IMPORTED_MODULE_0__/* .proposedAt */ .w6)(cpu, middle, size) > size)
            high = middle;
        else
            low = middle + 1;
    }
    return low;
}
/** The loads under which `size` is the only one stable; undefined where a neighbour always shares them. */
function loadsOnlyFor(cpu, size, idleMilliPerPod) {
    const own = loadsFor(cpu, size, idleMilliPerPod);
    if (own === undefined)
        return undefined;
    let { lowMilli, highMilli } = own;
    for (const other of sizesOf(cpu)) {
        const range = other === size ? undefined : loadsFor(cpu, other, idleMilliPerPod);
        if (range === undefined)
            continue;
        if (other < size)
            lowMilli = Math.max(lowMilli, range.highMilli);
        else
            highMilli = Math.min(highMilli, range.lowMilli);
    }
    return lowMilli < highMilli ? { lowMilli, highMilli } : undefined;
}


/***/ }),

/***/ 5076:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   j: () => (/* binding */ initialStatus),
/* harmony export */   r: () => (/* binding */ defaultFlags)
/* harmony export */ });
/** The flags' defaults. Upstream: pkg/controller/podautoscaler/config/v1alpha1/defaults.go. */
const defaultFlags = {
    downscaleStabilizationSeconds: 300,
    cpuInitializationPeriodSeconds: 300,
    initialReadinessDelaySeconds: 30,
};
const initialStatus = {
    desiredReplicas: 0,
    conditions: {},
    currentMetrics: [],
    lastScaleTime: null,
};


/***/ }),

/***/ 4787:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   y: () => (/* binding */ bandsOf)
/* harmony export */ });
/* unused harmony export flapsOf */
/* harmony import */ var _random_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(3492);
/* harmony import */ var _simulation_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(3153);


function bandOf(times, quantiles) {
    const sorted = times.map((time) => time ?? Number.POSITIVE_INFINITY).sort((a, b) => a - b);
    const happened = times.filter((time) => time !== null).length;
    const at = (q) => {
        const value = sorted[Math.min(sorted.length - 1, Math.max(0, Math.ceil(q * sorted.length) - 1))];
        return value === undefined || value === Number.POSITIVE_INFINITY ? null : Math.round(value * 10) / 10;
    };
    return { quantiles: quantiles.map((q) => ({ q, seconds: at(q) })), happened };
}
function counts(values) {
    const sizes = [...new Set(values)].sort((a, b) => a - b);
    return sizes.map((size) => ({ size, runs: values.filter((value) => value === size).length }));
}
/** How often the size changed direction between two moments. */
function flapsOf({ moves }, from, to) {
    const signs = moves.filter(({ at }) => at >= from && at < to).map((move) => Math.sign(move.to - move.from));
    return signs.filter((sign, index) => index > 0 && sign !== signs[index - 1]).length;
}
/** Repeats a scenario with seeds `seed`, `seed + 1` \u2026 and says when things happen. */
function bandsOf(scenario, { runs, seed, quantiles, loadStart, loadEnd }) {
    const { min } = scenario.autoscaler;
    const over = (now, size) => now > loadEnd && size === min;
    const all = Array.from({ length: runs }, (_, index) => (0,_simulation_js__WEBPACK_IMPORTED_MODULE_0__/* .simulate */ .J)(scenario, (0,_random_js__WEBPACK_IMPORTED_MODULE_1__/* .seeded */ .J)(seed + index), over));
    const loaded = ({ at }) => at >= loadStart && at < loadEnd;
    const since = (from, at) => (at === undefined ? null : at - from);
    const peak = (run) => Math.max((0,_simulation_js__WEBPACK_IMPORTED_MODULE_0__/* .sizeAt */ .Z)(run, loadStart), ...run.moves.filter(loaded).map(({ to }) => to));
    return {
        runs,
        seed,
        firstMove: bandOf(all.map(({ moves }) => since(loadStart, moves.find(loaded)?.at)), quantiles),
        settled: bandOf(all.map(({ moves }) => since(loadStart, moves.findLast(loaded)?.at) ?? 0), quantiles),
        firstMoveDown: bandOf(all.map(({ moves }) => since(loadEnd, moves.find(({ at }) => at >= loadEnd)?.at)), quantiles),
        backToMin: bandOf(all.map(({ moves }) => since(loadEnd, moves.find(({ at, to }) => at >= loadEnd && to === min)?.at)), quantiles),
        sizes: counts(all.map((run) => (0,_simulation_js__WEBPACK_IMPORTED_MODULE_0__/* .sizeAt */ .Z)(run, loadEnd))),
        peaks: counts(all.map(peak)),
        mostFlaps: Math.max(0, ...all.map((run) => flapsOf(run, loadStart, loadEnd))),
    };
}


/***/ }),

/***/ 6394:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   U: () => (/* binding */ isWithin),
/* harmony export */   y: () => (/* binding */ roundUp)
/* harmony export */ });
/** Upstream: replica_calculator.go, `Tolerances.isWithin`. */
function isWithin({ down, up }, ratio) {
    return 1 - down <= ratio && ratio <= 1 + up;
}
/** Rounds up as the controller does, without JavaScript's negative zero. */
function roundUp(value) {
    return Math.ceil(value) + 0;
}


/***/ }),

/***/ 3255:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   VI: () => (/* binding */ usedMilli),
/* harmony export */   pO: () => (/* binding */ ratioOf),
/* harmony export */   w6: () => (/* binding */ proposedAt)
/* harmony export */ });
/* harmony import */ var _calculation_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(6394);

/** What one of `replicas` pods uses, in whole millicores as the metrics API is read: rounded up. */
function usedMilli({ limitMilli }, { loadMilli, idleMilliPerPod }, replicas) {
    const used = Math.ceil(loadMilli / replicas + idleMilliPerPod);
    return limitMilli === null ? used : Math.min(used, limitMilli);
}
/** Usage over target: of whole percents for a utilisation, of millicores for an average. */
function ratioOf({ target }, usedMilli) {
    return target.kind === 'average'
        ? usedMilli / target.milli
        : Math.trunc((100 * usedMilli) / target.requestMilli) / target.percent;
}
/** What the HPA proposes for `replicas` ready pods that use `usedMilli` each, held to min and max. */
function proposedAt(cpu, usedMilli, replicas) {
    const ratio = ratioOf(cpu, usedMilli);
    const proposal = (0,_calculation_js__WEBPACK_IMPORTED_MODULE_0__/* .isWithin */ .U)(cpu.tolerances, ratio) ? replicas : (0,_calculation_js__WEBPACK_IMPORTED_MODULE_0__/* .roundUp */ .y)(ratio * replicas);
    return Math.min(Math.max(proposal, cpu.min), cpu.max);
}


/***/ }),

/***/ 2901:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  vM: () => (/* binding */ autoscalerOf),
  l5: () => (/* binding */ defaultSetup)
});

// UNUSED EXPORTS: metricOf

// EXTERNAL MODULE: ./lib/domain/error.js
var error = __webpack_require__(9342);
// EXTERNAL MODULE: ./lib/autoscaler/autoscaler.js
var autoscaler = __webpack_require__(5076);
// EXTERNAL MODULE: ./lib/autoscaler/quantity.js
var autoscaler_quantity = __webpack_require__(6070);
;// CONCATENATED MODULE: ./lib/autoscaler/behavior.js

const upDefaults = {
    stabilizationWindowSeconds: 0,
    selectPolicy: 'Max',
    policies: [
        { type: 'Pods', value: 4, periodSeconds: 15 },
        { type: 'Percent', value: 100, periodSeconds: 15 },
    ],
};
const downDefaults = {
    selectPolicy: 'Max',
    policies: [{ type: 'Percent', value: 100, periodSeconds: 15 }],
};
function defaultRules(written, defaults) {
    const window = written?.stabilizationWindowSeconds ?? defaults.stabilizationWindowSeconds;
    const tolerance = written?.tolerance ?? undefined;
    return {
        ...(window === undefined ? {} : { stabilizationWindowSeconds: window }),
        selectPolicy: written?.selectPolicy ?? defaults.selectPolicy,
        policies: written?.policies ?? defaults.policies,
        ...(tolerance === undefined ? {} : { tolerance: String(tolerance) }),
    };
}
/**
 * Behavior as the API server stores it: null stays null, and what is there is filled in on both sides.
 * Upstream: pkg/apis/autoscaling/v2/defaults.go, `SetDefaults_HorizontalPodAutoscalerBehavior`.
 */
function defaultBehavior(written) {
    if (written === null || written === undefined)
        return null;
    return {
        scaleUp: defaultRules(written.scaleUp, upDefaults),
        scaleDown: defaultRules(written.scaleDown, downDefaults),
    };
}
/**
 * Tolerances in force: the controller's flag, or per direction what the HPA says where the feature gate
 * HPAConfigurableTolerance is on (off by default in 1.34, on since 1.35).
 * Upstream: horizontal.go, `tolerancesForHpa`.
 */
function tolerancesOf(behavior, flag, configurable) {
    const of = (tolerance) => configurable && tolerance !== undefined ? ((0,autoscaler_quantity/* doubleOf */.Rq)(tolerance) ?? flag) : flag;
    return { down: of(behavior?.scaleDown.tolerance), up: of(behavior?.scaleUp.tolerance) };
}

;// CONCATENATED MODULE: ./lib/autoscaler/hpa.js




/** kube-controller-manager 1.34 with nothing set. */
const defaultSetup = { flags: autoscaler/* defaultFlags */.r, tolerance: 0.1, configurableTolerance: false };
/** What an HPA without metrics scales on. Upstream: pkg/apis/autoscaling/v2/defaults.go. */
const defaultMetrics = [
    { type: 'Resource', resource: { name: 'cpu', target: { type: 'Utilization', averageUtilization: 80 } } },
];
function refuse(spec, why) {
    return new error/* GateError */.ue('INPUT_INVALID', `HPA metric of type ${spec.type || '(none)'}: ${why}`, {
        hint: 'Give the metric the block that its type names, with one target value.',
    });
}
function milli(spec, quantity) {
    const value = (0,autoscaler_quantity/* milliOf */.xz)(String(quantity));
    if (value === undefined || value <= 0n)
        throw refuse(spec, `target ${quantity} is no positive quantity`);
    return value;
}
function resourceMetric(spec, resource, target, container) {
    if (target.averageValue !== undefined && target.averageValue !== null) {
        const value = milli(spec, target.averageValue);
        return container === undefined
            ? { kind: 'ResourceAverageValue', resource, target: value }
            : { kind: 'ContainerResourceAverageValue', resource, container, target: value };
    }
    const percent = target.averageUtilization;
    if (percent === undefined || percent === null || !(percent > 0)) {
        throw refuse(spec, 'neither averageUtilization nor averageValue is set');
    }
    return container === undefined
        ? { kind: 'ResourceUtilization', resource, target: percent }
        : { kind: 'ContainerResourceUtilization', resource, container, target: percent };
}
function totalTarget(spec, { value, averageValue }) {
    if (value !== undefined && value !== null)
        return { shared: false, target: milli(spec, value) };
    if (averageValue !== undefined && averageValue !== null)
        return { shared: true, target: milli(spec, averageValue) };
    throw refuse(spec, 'neither value nor averageValue is set');
}
/** One entry of spec.metrics; throws `INPUT_INVALID` where the API server would refuse it too. */
function metricOf(spec) {
    const { resource, containerResource, pods, object, external } = spec;
    if (spec.type === 'Resource' && resource)
        return resourceMetric(spec, resource.name, resource.target);
    if (spec.type === 'ContainerResource' && containerResource) {
        return resourceMetric(spec, containerResource.name, containerResource.target, containerResource.container);
    }
    if (spec.type === 'Pods' && pods) {
        return { kind: 'Pods', name: pods.metric.name, target: milli(spec, pods.target.averageValue ?? '') };
    }
    if (spec.type === 'Object' && object) {
        const { shared, target } = totalTarget(spec, object.target);
        const { kind, name } = object.describedObject;
        return {
            kind: shared ? 'ObjectAverageValue' : 'ObjectValue',
            name: object.metric.name,
            object: { kind, name },
            target,
        };
    }
    if (spec.type === 'External' && external) {
        const { shared, target } = totalTarget(spec, external.target);
        return { kind: shared ? 'ExternalAverageValue' : 'ExternalValue', name: external.metric.name, target };
    }
    throw refuse(spec, 'its block is missing');
}
/** The HPA as the controller sees it: defaulted, with the tolerances in force. */
function autoscalerOf(spec, setup, namespace = 'default') {
    const behavior = defaultBehavior(spec.behavior);
    const written = spec.metrics ?? [];
    const { kind = 'Deployment', name = 'target' } = spec.scaleTargetRef ?? {};
    return {
        namespace,
        target: `${kind}/${namespace}/${name}`,
        min: spec.minReplicas ?? 1,
        max: spec.maxReplicas,
        metrics: (written.length === 0 ? defaultMetrics : written).map(metricOf),
        behavior,
        tolerances: tolerancesOf(behavior, setup.tolerance, setup.configurableTolerance),
        flags: setup.flags,
    };
}


/***/ }),

/***/ 488:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   M_: () => (/* binding */ store),
/* harmony export */   V9: () => (/* binding */ seedMemory),
/* harmony export */   l4: () => (/* binding */ emptyMemory),
/* harmony export */   qS: () => (/* binding */ rememberScale)
/* harmony export */ });
const emptyMemory = { recommendations: [], scaleUpEvents: [], scaleDownEvents: [] };
/** The first sync after a start remembers the size that it found. Upstream: horizontal.go, `recordInitialRecommendation`. */
function seedMemory(memory, at, replicas) {
    return memory.recommendations.length > 0 ? memory : { ...memory, recommendations: [{ at, replicas }] };
}
/** Writes over the last slot that is free, in slot order, or appends. */
function store(slots, slot, isFree) {
    const free = slots.findLastIndex(isFree);
    return free < 0 ? [...slots, slot] : slots.with(free, slot);
}
function storeEvent(events, rules, event) {
    const longest = Math.max(0, ...rules.policies.map(({ periodSeconds }) => periodSeconds));
    const marked = events.map((old) => (old.at < event.at - longest ? { ...old, outdated: true } : old));
    return store(marked, event, ({ outdated }) => outdated === true);
}
/**
 * Remembers a rescale, for rate policies. Without behavior nothing is remembered.
 * Upstream: horizontal.go, `storeScaleEvent`, `markScaleEventsOutdated`.
 */
function rememberScale(memory, behavior, at, before, after) {
    if (behavior === null || before === after)
        return memory;
    const event = { at, change: Math.abs(after - before) };
    return after > before
        ? { ...memory, scaleUpEvents: storeEvent(memory.scaleUpEvents, behavior.scaleUp, event) }
        : { ...memory, scaleDownEvents: storeEvent(memory.scaleDownEvents, behavior.scaleDown, event) };
}


/***/ }),

/***/ 6070:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   Rq: () => (/* binding */ doubleOf),
/* harmony export */   on: () => (/* binding */ wideInteger),
/* harmony export */   xz: () => (/* binding */ milliOf)
/* harmony export */ });
/* unused harmony export wideJson */
const suffixes = {
    n: [10n, -9],
    u: [10n, -6],
    m: [10n, -3],
    '': [10n, 0],
    k: [10n, 3],
    M: [10n, 6],
    G: [10n, 9],
    T: [10n, 12],
    P: [10n, 15],
    E: [10n, 18],
    Ki: [2n, 10],
    Mi: [2n, 20],
    Gi: [2n, 30],
    Ti: [2n, 40],
    Pi: [2n, 50],
    Ei: [2n, 60],
};
const form = /^([+-]?)(\d*)(?:\.(\d*))?(?:[eE]([+-]?\d+)|([numkMGTPE]|[KMGTPE]i)?)$/;
/** Quantities are held up to 2^63 - 1 of the unit; what is larger is taken for that. */
const largest = 2n ** 63n - 1n;
const nano = 1000000000n;
/** Division that rounds away from zero, as quantities do wherever they lose digits. */
function divideAway(value, by) {
    const quotient = value / by;
    if (value % by === 0n)
        return quotient;
    return value < 0n ? quotient - 1n : quotient + 1n;
}
/** Value in billionths of the unit, rounded away from zero; undefined where the text is no quantity. */
function nanoOf(text) {
    const [matched, sign, whole = '', fraction = '', exponent, suffix = ''] = form.exec(text.trim()) ?? [];
    if (matched === undefined || whole + fraction === '')
        return undefined;
    const [base, power] = exponent === undefined ? (suffixes[suffix] ?? [10n, 0]) : [10n, Number(exponent)];
    if (Math.abs(power) > 400)
        return undefined;
    const digits = BigInt(whole + fraction) * nano * (power > 0 ? base ** BigInt(power) : 1n);
    const scale = 10n ** BigInt(fraction.length) * (power < 0 ? base ** BigInt(-power) : 1n);
    const value = divideAway(digits, scale);
    const capped = value > largest * nano ? largest * nano : value;
    return sign === '-' ? -capped : capped;
}
/**
 * A Kubernetes quantity ("250m", "1.5Gi", "3e2", "12n") in thousandths of its unit: CPU in millicores, memory in
 * milli-bytes. Rounds away from zero, first to nano and then to milli.
 * Upstream: apimachinery/pkg/api/resource/quantity.go, `ParseQuantity` and `MilliValue`.
 */
function milliOf(text) {
    const value = nanoOf(text);
    return value === undefined ? undefined : divideAway(value, nano / 1000n);
}
/**
 * A quantity as the double that the controller computes with: mantissa \u00d7 10^exponent of the canonical text, whose
 * exponent is a multiple of three. "0.3" is 300m, so 300 \u00d7 0.001, which another parser may give another last bit.
 * Upstream: resource/quantity.go, `AsApproximateFloat64`.
 */
function doubleOf(text) {
    let mantissa = nanoOf(text);
    if (mantissa === undefined)
        return undefined;
    if (mantissa === 0n)
        return 0;
    let exponent = -9;
    while (mantissa % 1000n === 0n) {
        mantissa /= 1000n;
        exponent += 3;
    }
    return exponent === 0 ? Number(mantissa) : Number(mantissa) * Number(`1e${exponent}`);
}
function wideInteger(value) {
    return BigInt(value);
}
/** The narrowest JSON form of a 64-bit integer. */
function wideJson(value) {
    const narrow = Number(value);
    return Number.isSafeInteger(narrow) ? narrow : value.toString();
}


/***/ }),

/***/ 3492:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   J: () => (/* binding */ seeded),
/* harmony export */   T: () => (/* binding */ between)
/* harmony export */ });
/** A seeded generator (mulberry32, 32 bits of state): the same seed gives the same numbers on every machine. */
function seeded(seed) {
    let state = seed >>> 0;
    return () => {
        state = (state + 0x6d2b79f5) >>> 0;
        let mixed = Math.imul(state ^ (state >>> 15), state | 1);
        mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
        return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
    };
}
function between(random, low, high) {
    return low + random() * (high - low);
}


/***/ }),

/***/ 4796:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   P: () => (/* binding */ reachabilityOf)
/* harmony export */ });
/* harmony import */ var _calculation_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(6394);
/* harmony import */ var _cpu_target_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(3255);


const round = (value) => Math.round(value * 100) / 100;
/**
 * A pod cannot use more than its limit, so utilisation never shows more than limit / request. Where that is inside the
 * tolerance of the target the HPA never scales up, whatever the load.
 */
function reachabilityOf(cpu) {
    const { target, limitMilli, tolerances } = cpu;
    const aimed = target.kind === 'average' ? target.milli : target.percent;
    const unit = target.kind === 'average' ? 'm' : '%';
    const needed = round(aimed * (1 + tolerances.up));
    const what = target.kind === 'average' ? 'average CPU' : 'utilisation';
    if (limitMilli === null) {
        const reason = `without a CPU limit ${what} can exceed the ${needed}${unit} that a scale-up takes`;
        return { reachable: true, highest: null, needed, unit, reason };
    }
    const ratio = (0,_cpu_target_js__WEBPACK_IMPORTED_MODULE_0__/* .ratioOf */ .pO)(cpu, limitMilli);
    const highest = round(ratio * aimed);
    const reachable = ratio > 1 && !(0,_calculation_js__WEBPACK_IMPORTED_MODULE_1__/* .isWithin */ .U)(tolerances, ratio);
    const by = target.kind === 'average' ? `limit ${limitMilli}m` : `limit ${limitMilli}m / request ${target.requestMilli}m`;
    const reason = `${what} can show at most ${highest}${unit} (${by}); a scale-up takes more than ${needed}${unit}`;
    return { reachable, highest, needed, unit, reason };
}


/***/ }),

/***/ 1428:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  L: () => (/* binding */ reconcile)
});

// EXTERNAL MODULE: ./lib/autoscaler/memory.js
var autoscaler_memory = __webpack_require__(488);
;// CONCATENATED MODULE: ./lib/autoscaler/policy.js
/** An event exactly one period old does not count. Upstream: horizontal.go, `getReplicasChangePerPeriod`. */
function changed(events, now, periodSeconds) {
    let sum = 0;
    for (const { at, change } of events)
        if (at > now - periodSeconds)
            sum += change;
    return sum;
}
/** The size at the start of the policy's period, as the remembered events tell it. */
function startOf(policy, current, memory, now) {
    const added = changed(memory.scaleUpEvents, now, policy.periodSeconds);
    const removed = changed(memory.scaleDownEvents, now, policy.periodSeconds);
    return current - added + removed;
}
/**
 * The most replicas that the policies allow, before it is held against current, min and max. Percentages are float
 * arithmetic as upstream writes it: 100 and 10 % make 111.
 * Upstream: horizontal.go, `calculateScaleUpLimitWithScalingRules`.
 */
function scaleUpLimit(rules, current, memory, now) {
    if (rules.selectPolicy === 'Disabled')
        return current;
    const limits = rules.policies.map((policy) => {
        const start = startOf(policy, current, memory, now);
        return policy.type === 'Pods' ? start + policy.value : Math.ceil(start * (1 + policy.value / 100)) + 0;
    });
    return rules.selectPolicy === 'Min' ? Math.min(2 ** 31 - 1, ...limits) : Math.max(-(2 ** 31), ...limits);
}
/**
 * The fewest replicas that the policies allow, before it is held against current, min and max. Percentages are float
 * arithmetic, cut off: 10 less 90 % makes 0.
 * Upstream: horizontal.go, `calculateScaleDownLimitWithBehaviors`.
 */
function scaleDownLimit(rules, current, memory, now) {
    if (rules.selectPolicy === 'Disabled')
        return current;
    const limits = rules.policies.map((policy) => {
        const start = startOf(policy, current, memory, now);
        return policy.type === 'Pods' ? start - policy.value : Math.trunc(start * (1 - policy.value / 100)) + 0;
    });
    return rules.selectPolicy === 'Min' ? Math.max(-(2 ** 31), ...limits) : Math.min(2 ** 31 - 1, ...limits);
}
/** Without behavior a size may double, or go to four. Upstream: horizontal.go, `calculateScaleUpLimit`. */
function plainScaleUpLimit(current) {
    return Math.max(2 * current, 4);
}

;// CONCATENATED MODULE: ./lib/autoscaler/stabilize.js

/**
 * The highest recommendation of the window. One that is exactly a window old still counts.
 * Upstream: horizontal.go, `stabilizeRecommendation`.
 *
 * @param windowSeconds --horizontal-pod-autoscaler-downscale-stabilization
 */
function stabilizePlain(recommendations, desired, now, windowSeconds) {
    const cutoff = now - windowSeconds;
    const young = recommendations.filter(({ at }) => at >= cutoff).map(({ replicas }) => replicas);
    return {
        replicas: Math.max(desired, ...young),
        recommendations: (0,autoscaler_memory/* store */.M_)(recommendations, { at: now, replicas: desired }, ({ at }) => at < cutoff),
        heldReason: 'ScaleDownStabilized',
    };
}
/**
 * Holds a rise down to the lowest recommendation of the up window, and a fall up to the highest of the down window.
 * One that is exactly a window old does not count, and its slot is not free either.
 * Upstream: horizontal.go, `stabilizeRecommendationWithBehaviors`.
 *
 * @param downscaleStabilizationSeconds the flag; the window where behavior.scaleDown names none.
 */
function stabilizeWithBehavior(recommendations, { scaleUp, scaleDown }, current, desired, now, downscaleStabilizationSeconds) {
    const upCutoff = now - (scaleUp.stabilizationWindowSeconds ?? 0);
    const downCutoff = now - (scaleDown.stabilizationWindowSeconds ?? downscaleStabilizationSeconds);
    let [up, down] = [desired, desired];
    for (const { at, replicas } of recommendations) {
        if (at > upCutoff)
            up = Math.min(up, replicas);
        if (at > downCutoff)
            down = Math.max(down, replicas);
    }
    const isOld = ({ at }) => at < upCutoff && at < downCutoff;
    return {
        replicas: Math.min(Math.max(current, up), down),
        recommendations: (0,autoscaler_memory/* store */.M_)(recommendations, { at: now, replicas: desired }, isOld),
        heldReason: desired >= current ? 'ScaleUpStabilized' : 'ScaleDownStabilized',
    };
}

;// CONCATENATED MODULE: ./lib/autoscaler/normalize.js


/** Upstream: horizontal.go, `convertDesiredReplicasWithRules`. */
function limitPlain({ min, max }, current, desired) {
    const rateLimit = plainScaleUpLimit(current);
    const most = Math.min(max, rateLimit);
    if (desired < min)
        return { replicas: min, rateLimit, reason: 'TooFewReplicas' };
    if (desired > most)
        return { replicas: most, rateLimit, reason: max > rateLimit ? 'ScaleUpLimit' : 'TooManyReplicas' };
    return { replicas: desired, rateLimit, reason: 'DesiredWithinRange' };
}
function limitRise({ max }, rateLimit, current, desired) {
    const allowed = Math.max(rateLimit, current);
    const most = Math.min(max, allowed);
    if (desired <= most)
        return { replicas: desired, rateLimit, reason: 'DesiredWithinRange' };
    return { replicas: most, rateLimit, reason: max > allowed ? 'ScaleUpLimit' : 'TooManyReplicas' };
}
function limitFall({ min }, rateLimit, current, desired) {
    const allowed = Math.min(rateLimit, current);
    const fewest = Math.max(min, allowed);
    if (desired >= fewest)
        return { replicas: desired, rateLimit, reason: 'DesiredWithinRange' };
    return { replicas: fewest, rateLimit, reason: min < allowed ? 'ScaleDownLimit' : 'TooFewReplicas' };
}
/** Upstream: horizontal.go, `convertDesiredReplicasWithBehaviorRate`. A size that stays is not even held to min. */
function limitWithBehavior(limits, behavior, memory, current, desired, now) {
    if (desired > current) {
        return limitRise(limits, scaleUpLimit(behavior.scaleUp, current, memory, now), current, desired);
    }
    if (desired < current) {
        return limitFall(limits, scaleDownLimit(behavior.scaleDown, current, memory, now), current, desired);
    }
    return { replicas: desired, rateLimit: null, reason: 'DesiredWithinRange' };
}
/**
 * From what the metrics ask for to what is written: stabilisation windows, rate policies, min and max.
 * Upstream: horizontal.go, `normalizeDesiredReplicas` and `normalizeDesiredReplicasWithBehaviors`.
 *
 * @param desired the proposal, before any limit.
 * @param now seconds, on the clock of the memory.
 */
function normalize(limits, memory, current, desired, now) {
    const { behavior, downscaleStabilizationSeconds: window } = limits;
    const { replicas, recommendations, heldReason } = behavior === null
        ? stabilizePlain(memory.recommendations, desired, now, window)
        : stabilizeWithBehavior(memory.recommendations, behavior, current, desired, now, window);
    const limited = behavior === null
        ? limitPlain(limits, current, replicas)
        : limitWithBehavior(limits, behavior, memory, current, replicas, now);
    return {
        replicas: limited.replicas,
        stabilized: replicas,
        rateLimit: limited.rateLimit,
        ableToScale: { status: 'True', reason: replicas === desired ? 'ReadyForNewScale' : heldReason },
        scalingLimited: { status: limited.replicas === replicas ? 'False' : 'True', reason: limited.reason },
        memory: { ...memory, recommendations },
    };
}

// EXTERNAL MODULE: ./lib/autoscaler/calculation.js
var calculation = __webpack_require__(6394);
;// CONCATENATED MODULE: ./lib/autoscaler/pod.js
function podRequest(pod, resource, container) {
    const whole = pod.requests?.[resource];
    if (container === undefined && whole !== undefined)
        return whole;
    const sidecars = pod.initContainers.filter(({ restartPolicy }) => restartPolicy === 'Always');
    let sum = 0n;
    for (const { name, requests } of [...pod.containers, ...sidecars]) {
        if (container !== undefined && name !== container)
            continue;
        const request = requests[resource];
        if (request === undefined)
            return { error: `missing request for ${resource} in container ${name} of Pod ${pod.name}` };
        sum += request;
    }
    return sum;
}
/**
 * What every listed pod requests of a resource, whole or in one container. One container without the request fails the
 * metric, in whatever state its pod is; a named container that no pod has requests 0.
 * Upstream: replica_calculator.go, `calculateRequests` (1.34.4).
 */
function requestsOf(pods, resource, container) {
    const byPod = new Map();
    for (const pod of pods) {
        const request = podRequest(pod, resource, container);
        if (typeof request !== 'bigint')
            return request;
        byPod.set(pod.name, request);
    }
    return { byPod };
}

;// CONCATENATED MODULE: ./lib/autoscaler/pod-group.js
/** A starting pod burns CPU that says nothing of the load; only CPU is judged so. Ready=Unknown is not unready. */
function isUnready({ startTime, ready }, sample, clock) {
    if (ready === null || startTime === null)
        return true;
    const notReady = ready.status === 'False';
    if (startTime + clock.cpuInitializationPeriodSeconds > clock.now) {
        return notReady || sample.timestamp < ready.lastTransition + sample.windowSeconds;
    }
    return notReady && startTime + clock.initialReadinessDelaySeconds > ready.lastTransition;
}
/**
 * Sorts the listed pods into ready, unready, missing and ignored. Succeeded pods are not ignored.
 * Upstream: replica_calculator.go, `groupPods`.
 *
 * @param resource `cpu`, `memory`, or undefined for custom metrics.
 */
function groupPods(pods, samples, resource, clock) {
    const groups = { unready: new Set(), missing: new Set(), ignored: new Set() };
    let readyCount = 0;
    for (const pod of pods) {
        const sample = samples.get(pod.name);
        if (pod.deleting || pod.phase === 'Failed')
            groups.ignored.add(pod.name);
        else if (pod.phase === 'Pending')
            groups.unready.add(pod.name);
        else if (sample === undefined)
            groups.missing.add(pod.name);
        else if (resource === 'cpu' && isUnready(pod, sample, clock))
            groups.unready.add(pod.name);
        else
            readyCount += 1;
    }
    return { ...groups, readyCount };
}

;// CONCATENATED MODULE: ./lib/autoscaler/per-pod-replicas.js



const noPods = 'no pods returned by selector while calculating replica count';
const noSamples = 'did not receive metrics for targeted pods (pods might be unready)';
function sum(values) {
    let total = 0n;
    for (const value of values)
        total += value;
    return total;
}
/** Upstream: metrics/utilization.go, `GetResourceUtilizationRatio`; integer division truncates toward zero. */
function utilization(requests, target) {
    return {
        usage(values) {
            const known = [...values].filter(([pod]) => requests.has(pod));
            const used = sum(known.map(([, value]) => value));
            const requested = sum(known.map(([pod]) => requests.get(pod) ?? 0n));
            if (requested === 0n)
                return { error: 'no metrics returned matched known pods' };
            const percent = Number((used * 100n) / requested);
            return { ratio: percent / target, utilizationPercent: percent, usageMilli: used / BigInt(known.length) };
        },
        fallback: (pod) => ((requests.get(pod) ?? 0n) * BigInt(Math.max(100, target))) / 100n,
    };
}
/** Upstream: metrics/utilization.go, `GetMetricUsageRatio`. Samples of pods that are not listed count here. */
function average(target) {
    return {
        usage(values) {
            const usageMilli = sum(values.values()) / BigInt(values.size);
            return { ratio: Number(usageMilli) / Number(target), usageMilli };
        },
        fallback: () => target,
    };
}
/** Fills in pods of which nothing is known, against the direction in which the others point. */
function filled(values, { missing, unready }, ratio, measure) {
    const all = new Map(values);
    if (ratio !== 1)
        for (const pod of missing)
            all.set(pod, ratio < 1 ? measure.fallback(pod) : 0n);
    if (ratio > 1)
        for (const pod of unready)
            all.set(pod, 0n);
    return all;
}
function replicasFor(input, groups, values, measure) {
    const first = measure.usage(values);
    if ('error' in first)
        return first;
    const { ratio, ...seen } = first;
    const { currentReplicas, tolerances } = input;
    const kept = { replicas: currentReplicas, ...seen };
    if (groups.missing.size === 0 && !(groups.unready.size > 0 && ratio > 1)) {
        return (0,calculation/* isWithin */.U)(tolerances, ratio) ? kept : { replicas: (0,calculation/* roundUp */.y)(ratio * groups.readyCount), ...seen };
    }
    const all = filled(values, groups, ratio, measure);
    const second = measure.usage(all);
    if ('error' in second)
        return second;
    if ((0,calculation/* isWithin */.U)(tolerances, second.ratio) || (ratio < 1 && second.ratio > 1) || (ratio > 1 && second.ratio < 1))
        return kept;
    const replicas = (0,calculation/* roundUp */.y)(second.ratio * all.size);
    const against = second.ratio < 1 ? replicas > currentReplicas : second.ratio > 1 && replicas < currentReplicas;
    return against ? kept : { replicas, ...seen };
}
function calculate(input, measureOf) {
    if (input.pods.length === 0)
        return { error: noPods };
    const samples = new Map(input.samples.map((sample) => [sample.pod, sample]));
    const groups = groupPods(input.pods, samples, input.resource, input.clock);
    const values = new Map();
    for (const [pod, { milli }] of samples) {
        if (!groups.ignored.has(pod) && !groups.unready.has(pod))
            values.set(pod, milli);
    }
    if (values.size === 0)
        return { error: noSamples };
    const measure = measureOf();
    return 'error' in measure ? measure : replicasFor(input, groups, values, measure);
}
/**
 * Replicas for a target in percent of what pods request.
 * Upstream: replica_calculator.go, `GetResourceReplicas`.
 *
 * @param target percent of the request, whole.
 */
function utilizationReplicas(input, target) {
    return calculate(input, () => {
        const requests = requestsOf(input.pods, input.resource ?? '', input.container);
        return 'error' in requests ? requests : utilization(requests.byPod, target);
    });
}
/**
 * Replicas for a target average per pod: AverageValue of a resource, and metrics of kind Pods.
 * Upstream: replica_calculator.go, `calcPlainMetricReplicas`, under `GetRawResourceReplicas` and `GetMetricReplicas`.
 *
 * @param target milli per pod.
 */
function averageReplicas(input, target) {
    return calculate(input, () => average(target));
}

;// CONCATENATED MODULE: ./lib/autoscaler/total-replicas.js

const largestInt64 = 2n ** 63n - 1n;
const largestInt32 = 2 ** 31 - 1;
/** Running and Ready; that a pod is being deleted does not matter here. Upstream: `getReadyPodsCount`. */
function readyCount(pods) {
    return pods.filter(({ phase, ready }) => phase === 'Running' && ready?.status === 'True').length;
}
/**
 * Replicas for the total of an object's or an external metric, Value against Value.
 * Upstream: replica_calculator.go, `getUsageRatioReplicaCount`, under `GetObjectMetricReplicas` and
 * `GetExternalMetricReplicas`.
 *
 * @param target milli; `usage` is the total, milli.
 */
function valueReplicas(currentReplicas, usage, target, tolerances, pods) {
    const ratio = Number(usage) / Number(target);
    if (currentReplicas === 0)
        return { replicas: (0,calculation/* roundUp */.y)(ratio), usageMilli: usage };
    if ((0,calculation/* isWithin */.U)(tolerances, ratio))
        return { replicas: currentReplicas, usageMilli: usage };
    if (pods.length === 0) {
        return {
            error: 'unable to calculate ready pods: no pods returned by selector while calculating replica count',
        };
    }
    return { replicas: (0,calculation/* roundUp */.y)(ratio * readyCount(pods)), usageMilli: usage };
}
/**
 * Replicas for an object's or an external metric that is to be shared by all pods, AverageValue.
 * Upstream: replica_calculator.go, `GetObjectPerPodMetricReplicas`.
 *
 * @param statusReplicas status.replicas of the scale subresource.
 * @param target milli per pod; `usage` is the total, milli.
 */
function sharedReplicas(statusReplicas, usage, target, tolerances) {
    const [total, each] = [Number(usage), Number(target)];
    const ratio = total / (each * statusReplicas);
    const replicas = (0,calculation/* isWithin */.U)(tolerances, ratio) ? statusReplicas : (0,calculation/* roundUp */.y)(total / each);
    return { replicas, usageMilli: statusReplicas === 0 ? null : BigInt(Math.ceil(total / statusReplicas)) };
}
/** The sum of all series; a sum past 64 bits, or below zero, is taken for an overflow. */
function sharedExternalReplicas(statusReplicas, series, target, tolerances) {
    const total = series.reduce((a, b) => a + b, 0n);
    const overflown = total < 0n || total >= largestInt64;
    const found = sharedReplicas(statusReplicas, overflown ? largestInt64 : total, target, tolerances);
    if ('error' in found)
        return found;
    return {
        replicas: Math.min(found.replicas, largestInt32),
        usageMilli: overflown ? largestInt64 : found.usageMilli,
    };
}

;// CONCATENATED MODULE: ./lib/autoscaler/proposal.js


const unreadable = (metric) => ({
    error: `no reading of the right kind for ${metric.kind}`,
});
function proposalOf(calculation, name, failure) {
    if ('error' in calculation)
        return failure(calculation.error);
    const { replicas, usageMilli, utilizationPercent = null } = calculation;
    return { replicas, name, utilizationPercent, usageMilli };
}
function perPod(metric, reading, scene, source) {
    if ('error' in reading)
        return { error: `unable to get ${source}: ${reading.error}` };
    if (!('samples' in reading))
        return unreadable(metric);
    const { tolerances, clock, pods } = scene;
    const { samples } = reading;
    const base = { currentReplicas: scene.specReplicas, tolerances, clock, pods, samples };
    if (metric.kind === 'Pods')
        return averageReplicas(base, metric.target);
    const input = {
        ...base,
        resource: metric.resource,
        ...('container' in metric ? { container: metric.container } : {}),
    };
    return typeof metric.target === 'number'
        ? utilizationReplicas(input, metric.target)
        : averageReplicas(input, metric.target);
}
/** Upstream: horizontal.go, `computeStatusForResourceMetricGeneric` and its two callers. */
function resourceProposal(metric, reading, scene) {
    const { resource } = metric;
    const container = 'container' in metric ? metric.container : undefined;
    const asUtilization = typeof metric.target === 'number';
    const kind = container === undefined ? 'resource' : 'container resource';
    const name = asUtilization ? `${resource} ${kind} utilization (percentage of request)` : `${resource} resource`;
    return proposalOf(perPod(metric, reading, scene, `metrics for resource ${resource}`), name, (error) => {
        const message = `failed to get ${resource} ${asUtilization ? 'utilization' : 'usage'}: ${error}`;
        return {
            reason: container === undefined ? 'FailedGetResourceMetric' : 'FailedGetContainerResourceMetric',
            message,
            error: `failed to get ${container === undefined ? `${resource} resource` : `${container} container`} metric value: ${message}`,
        };
    });
}
/** Upstream: horizontal.go, `computeStatusForPodsMetric`. */
function podsProposal(metric, reading, scene) {
    return proposalOf(perPod(metric, reading, scene, `metric ${metric.name}`), `pods metric ${metric.name}`, (error) => ({
        reason: 'FailedGetPodsMetric',
        message: error,
        error: `failed to get pods metric value: ${error}`,
    }));
}
/** The name that a shared object's metric is given says "external", upstream. `computeStatusForObjectMetric`. */
function objectProposal(metric, reading, scene) {
    const { kind, name, object, target } = metric;
    const shared = kind === 'ObjectAverageValue';
    const called = shared ? `external metric ${name}(nil)` : `${object.kind} metric ${name}`;
    return proposalOf(objectCalculation(), called, (error) => ({
        reason: 'FailedGetObjectMetric',
        message: error,
        error: `failed to get object metric value: ${shared ? `failed to get ${name} object metric: ` : ''}${error}`,
    }));
    function objectCalculation() {
        if ('error' in reading) {
            const where = `${object.kind} on ${scene.namespace} ${object.name}`;
            return { error: `unable to get metric ${name}: ${where}/${reading.error}` };
        }
        if (!('value' in reading))
            return unreadable(metric);
        return shared
            ? sharedReplicas(scene.statusReplicas, reading.value, target, scene.tolerances)
            : valueReplicas(scene.specReplicas, reading.value, target, scene.tolerances, scene.pods);
    }
}
/** Upstream: horizontal.go, `computeStatusForExternalMetric`. */
function externalProposal(metric, reading, scene) {
    const { kind, name, target } = metric;
    const shared = kind === 'ExternalAverageValue';
    return proposalOf(externalCalculation(), `external metric ${name}(nil)`, (error) => {
        const inner = shared ? `failed to get ${name} external metric` : `failed to get external metric ${name}`;
        return {
            reason: 'FailedGetExternalMetric',
            message: error,
            error: `failed to get ${name} external metric value: ${inner}: ${error}`,
        };
    });
    function externalCalculation() {
        if ('error' in reading) {
            return { error: `unable to get external metric ${scene.namespace}/${name}/nil: ${reading.error}` };
        }
        if (!('values' in reading))
            return unreadable(metric);
        const total = reading.values.reduce((a, b) => a + b, 0n);
        return shared
            ? sharedExternalReplicas(scene.statusReplicas, reading.values, target, scene.tolerances)
            : valueReplicas(scene.specReplicas, total, target, scene.tolerances, scene.pods);
    }
}
/** What one metric asks for. Upstream: horizontal.go, `computeReplicasForMetric`. */
function propose(metric, reading, scene) {
    switch (metric.kind) {
        case 'Pods':
            return podsProposal(metric, reading, scene);
        case 'ObjectValue':
        case 'ObjectAverageValue':
            return objectProposal(metric, reading, scene);
        case 'ExternalValue':
        case 'ExternalAverageValue':
            return externalProposal(metric, reading, scene);
        default:
            return resourceProposal(metric, reading, scene);
    }
}

;// CONCATENATED MODULE: ./lib/autoscaler/proposals.js

/** The highest proposal wins; one that failed only forbids to go down. Upstream: `computeReplicasForMetrics`. */
function ask(autoscaler, { now, readings, ...scene }) {
    if (scene.selectorFault !== undefined) {
        const { reason, message } = scene.selectorFault;
        const events = [{ type: 'Warning', reason, message }];
        return { proposals: [], events, active: { status: 'False', reason }, best: null, error: message };
    }
    const { namespace, tolerances, flags, metrics } = autoscaler;
    const whole = { ...scene, namespace, tolerances, clock: { now, ...flags } };
    const proposals = metrics.map((metric, index) => propose(metric, readings[index] ?? { error: `metric ${index} was not read` }, whole));
    const failed = proposals.filter((proposal) => 'error' in proposal);
    const events = failed.map(({ reason, message }) => ({ type: 'Warning', reason, message }));
    let best = { replicas: 0, name: '' };
    for (const proposal of proposals) {
        if ('error' in proposal)
            continue;
        if (best.replicas === 0 || proposal.replicas > best.replicas)
            best = proposal;
    }
    const [first] = failed;
    if (first === undefined) {
        return { proposals, events, best, active: { status: 'True', reason: 'ValidMetricFound' }, error: null };
    }
    const error = `invalid metrics (${failed.length} invalid out of ${metrics.length}), first error is: ${first.error}`;
    if (failed.length === metrics.length || best.replicas < scene.specReplicas) {
        return { proposals, events, best: null, active: { status: 'False', reason: first.reason }, error };
    }
    return { proposals, events, best, active: { status: 'True', reason: 'ValidMetricFound' }, error };
}

;// CONCATENATED MODULE: ./lib/autoscaler/reconcile.js



const replicasOf = (proposal) => ('error' in proposal ? null : proposal.replicas);
const currentOf = (proposal) => 'error' in proposal ? null : { utilizationPercent: proposal.utilizationPercent, milli: proposal.usageMilli };
/** Writes a new size, or leaves it. Upstream: the second half of `reconcileAutoscaler`. */
function write({ autoscaler, observation: { now, specReplicas }, before }, decision) {
    const { replicas, reason, memory, asked } = decision;
    const rescale = replicas !== specReplicas;
    const rescaled = {
        type: 'Normal',
        reason: 'SuccessfulRescale',
        message: `New size: ${replicas}; reason: ${reason}`,
    };
    return {
        proposals: asked?.proposals.map(replicasOf) ?? null,
        rescaleTo: rescale ? replicas : null,
        status: {
            desiredReplicas: replicas,
            conditions: rescale
                ? { ...decision.conditions, AbleToScale: { status: 'True', reason: 'SucceededRescale' } }
                : decision.conditions,
            currentMetrics: asked?.proposals.map(currentOf) ?? [],
            lastScaleTime: rescale ? now : before.lastScaleTime,
        },
        events: [...(asked?.events ?? []), ...(rescale ? [rescaled] : [])],
        error: asked?.error ?? null,
        memory: rescale ? (0,autoscaler_memory/* rememberScale */.qS)(memory, autoscaler.behavior, now, specReplicas, replicas) : memory,
    };
}
/** No usable proposal: nothing is written but the status. */
function giveUp({ autoscaler, memory, before, conditions }, asked) {
    const error = asked.error ?? '';
    return {
        proposals: asked.proposals.map(replicasOf),
        rescaleTo: null,
        status: {
            ...before,
            conditions: { ...conditions, ScalingActive: asked.active },
            currentMetrics: asked.proposals.map(currentOf),
        },
        events: [...asked.events, { type: 'Warning', reason: 'FailedComputeMetricsReplicas', message: error }],
        error: `failed to compute desired number of replicas based on listed metrics for ${autoscaler.target}: ${error}`,
        memory,
    };
}
function byMetrics(turn) {
    const { autoscaler, observation, memory, conditions } = turn;
    const { now, specReplicas: current } = observation;
    const asked = ask(autoscaler, observation);
    if (asked.best === null)
        return giveUp(turn, asked);
    const desired = Math.max(0, asked.best.replicas);
    const above = `${asked.best.replicas > 0 ? asked.best.name : ''} above target`;
    const reason = desired > current ? above : desired < current ? 'All metrics below target' : '';
    const limits = {
        ...autoscaler,
        downscaleStabilizationSeconds: autoscaler.flags.downscaleStabilizationSeconds,
    };
    const normalized = normalize(limits, memory, current, desired, now);
    return write(turn, {
        replicas: normalized.replicas,
        reason,
        memory: normalized.memory,
        conditions: {
            ...conditions,
            AbleToScale: normalized.ableToScale,
            ScalingActive: asked.active,
            ScalingLimited: normalized.scalingLimited,
        },
        asked,
    });
}
/**
 * One sync of one HPA: what it remembers, says and writes.
 *
 * A size outside [min, max] is mended at once, without metrics or policies; a size of 0 where min is not 0 switches the
 * autoscaler off. Upstream: horizontal.go, `reconcileAutoscaler` (1.34.4).
 */
function reconcile(autoscaler, before, oldMemory, observation) {
    const { now, specReplicas: current } = observation;
    const { min, max } = autoscaler;
    const memory = (0,autoscaler_memory/* seedMemory */.V9)(oldMemory, now, current);
    const conditions = {
        ...before.conditions,
        AbleToScale: { status: 'True', reason: 'SucceededGetScale' },
    };
    const turn = { autoscaler, observation, memory, before, conditions };
    if (current === 0 && min !== 0) {
        const disabled = { ...conditions, ScalingActive: { status: 'False', reason: 'ScalingDisabled' } };
        return write(turn, { replicas: 0, reason: '', memory, conditions: disabled });
    }
    if (current > max) {
        return write(turn, {
            replicas: max,
            reason: 'Current number of replicas above Spec.MaxReplicas',
            memory,
            conditions,
        });
    }
    if (current < min) {
        return write(turn, {
            replicas: min,
            reason: 'Current number of replicas below Spec.MinReplicas',
            memory,
            conditions,
        });
    }
    return byMetrics(turn);
}


/***/ }),

/***/ 9493:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   J: () => (/* binding */ ramp),
/* harmony export */   U: () => (/* binding */ proofDemand)
/* harmony export */ });
/** A straight rise or fall, as steps of `stepSeconds`. */
function ramp(from, to, stepSeconds) {
    const count = Math.max(1, Math.ceil((to.at - from.at) / stepSeconds));
    return Array.from({ length: count + 1 }, (_, index) => ({
        at: from.at + ((to.at - from.at) * index) / count,
        milli: from.milli + ((to.milli - from.milli) * index) / count,
    }));
}
/** What a load stage does: nothing, then a demand, then nothing again. */
function proofDemand(idleSeconds, loadSeconds, milli) {
    return [
        { at: idleSeconds, milli },
        { at: idleSeconds + loadSeconds, milli: 0 },
    ];
}


/***/ }),

/***/ 3153:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  J: () => (/* binding */ simulate),
  Z: () => (/* binding */ sizeAt)
});

// EXTERNAL MODULE: ./lib/autoscaler/autoscaler.js
var autoscaler = __webpack_require__(5076);
// EXTERNAL MODULE: ./lib/autoscaler/clocks.js
var autoscaler_clocks = __webpack_require__(5868);
// EXTERNAL MODULE: ./lib/autoscaler/memory.js
var memory = __webpack_require__(488);
// EXTERNAL MODULE: ./lib/autoscaler/random.js
var random = __webpack_require__(3492);
;// CONCATENATED MODULE: ./lib/autoscaler/metrics-pipeline.js

/** A container younger than this gives no usage. Upstream: metrics-server, `freshContainerMinMetricsResolution`. */
const freshSeconds = 10;
/**
 * The way of a CPU sample to the metrics API: the kubelet reads a container's counter every one to two housekeeping
 * intervals; metrics-server takes the cached reading each resolution, and serves the rate between the last two that
 * differ.
 * Upstream: cAdvisor manager/container.go `nextHousekeepingInterval`; metrics-server pkg/storage/pod.go `Store`.
 */
class MetricsPipeline {
    tracked = new Map();
    nextScrape;
    nextReading = Number.POSITIVE_INFINITY;
    housekeepingSeconds;
    resolutionSeconds;
    random;
    constructor(now, housekeepingSeconds, resolutionSeconds, random) {
        this.housekeepingSeconds = housekeepingSeconds;
        this.resolutionSeconds = resolutionSeconds;
        this.random = random;
        this.nextScrape = now + random() * resolutionSeconds;
    }
    /** Starts to measure a container at its start. */
    add(pod, startedAt) {
        const nextReading = startedAt + this.interval() * this.random();
        this.tracked.set(pod, { pod, startedAt, cached: undefined, nextReading, last: undefined, previous: undefined });
        this.nextReading = Math.min(this.nextReading, nextReading);
    }
    remove(pod) {
        this.tracked.delete(pod);
    }
    /** When something has to be done next. */
    nextAt() {
        return Math.min(this.nextScrape, this.nextReading);
    }
    /** Does what is due at `now`; `used` is the counter of a pod, millicore-seconds since its start. */
    advance(now, used) {
        if (this.nextReading <= now)
            this.read(now, used);
        if (this.nextScrape > now)
            return;
        this.nextScrape = now + this.resolutionSeconds;
        for (const each of this.tracked.values())
            this.scrape(each);
    }
    /** What the metrics API serves; times are cut to whole seconds, as its JSON does. */
    samples() {
        return [...this.tracked.values()].flatMap(({ pod, last, previous }) => {
            if (last === undefined || previous === undefined)
                return [];
            const windowSeconds = last.at - previous.at;
            const milli = BigInt(Math.ceil((last.used - previous.used) / windowSeconds));
            return [{ pod, milli, timestamp: Math.floor(last.at), windowSeconds }];
        });
    }
    read(now, used) {
        let next = Number.POSITIVE_INFINITY;
        for (const each of this.tracked.values()) {
            if (each.nextReading <= now) {
                each.cached = { at: now, used: used(each.pod) };
                each.nextReading = now + this.interval();
            }
            next = Math.min(next, each.nextReading);
        }
        this.nextReading = next;
    }
    scrape(each) {
        const { cached, startedAt } = each;
        if (cached === undefined || cached.at === each.last?.at)
            return;
        const age = cached.at - startedAt;
        const fresh = age >= freshSeconds && age < this.resolutionSeconds;
        each.previous = fresh ? { at: startedAt, used: 0 } : each.last;
        each.last = cached;
    }
    interval() {
        return (0,random/* between */.T)(this.random, this.housekeepingSeconds, 2 * this.housekeepingSeconds);
    }
}

// EXTERNAL MODULE: ./lib/autoscaler/reconcile.js + 9 modules
var reconcile = __webpack_require__(1428);
;// CONCATENATED MODULE: ./lib/autoscaler/simulated-workload.js

/** The pods of a simulated workload: ready ones share the load evenly, each up to its limit. */
class SimulatedWorkload {
    pods = [];
    made = 0;
    at;
    milli = 0;
    model;
    pipeline;
    random;
    containers;
    constructor(at, model, pipeline, random) {
        this.at = at;
        this.model = model;
        this.pipeline = pipeline;
        this.random = random;
        const requests = model.requestMilli === null ? {} : { cpu: BigInt(model.requestMilli) };
        this.containers = [{ name: 'app', requests }];
    }
    get size() {
        return this.pods.length;
    }
    used(name) {
        return this.pods.find((pod) => pod.name === name)?.used ?? 0;
    }
    /** When a pod becomes ready next. */
    nextAt() {
        let next = Number.POSITIVE_INFINITY;
        for (const { readyAt } of this.pods)
            if (readyAt > this.at)
                next = Math.min(next, readyAt);
        return next;
    }
    /** Lets time pass; nothing may become ready in between. */
    advance(to) {
        const { idleMilli, limitMilli } = this.model;
        const most = limitMilli ?? Number.POSITIVE_INFINITY;
        const ready = this.pods.filter(({ readyAt }) => readyAt <= this.at).length;
        const busy = Math.min(most, idleMilli + (ready === 0 ? 0 : this.milli / ready));
        for (const pod of this.pods) {
            const from = Math.max(this.at, pod.startedAt);
            if (to <= from)
                continue;
            pod.used += (to - from) * (pod.readyAt <= this.at ? busy : Math.min(most, idleMilli));
        }
        this.at = to;
    }
    load(milli) {
        this.milli = milli;
    }
    /** Pods that were there long before. */
    seed(count) {
        for (let index = 0; index < count; index += 1)
            this.start(this.at - 3600, this.at - 3595);
    }
    /** New pods start within a second or two; the youngest are deleted first. */
    resize(size) {
        while (this.pods.length > size) {
            const pod = this.pods.pop();
            if (pod !== undefined)
                this.pipeline.remove(pod.name);
        }
        while (this.pods.length < size) {
            const [low, high] = this.model.readySeconds;
            const readyAt = this.at + (0,random/* between */.T)(this.random, low, high);
            this.start(Math.min(readyAt, this.at + (0,random/* between */.T)(this.random, 0.5, 2)), readyAt);
        }
    }
    /** As the API lists them; times are cut to whole seconds. */
    list() {
        return this.pods.map(({ name, startedAt, readyAt }) => {
            const started = startedAt <= this.at;
            const ready = readyAt <= this.at;
            const lastTransition = Math.floor(ready ? readyAt : startedAt);
            return {
                name,
                phase: started ? 'Running' : 'Pending',
                deleting: false,
                startTime: started ? Math.floor(startedAt) : null,
                ready: started ? { status: ready ? 'True' : 'False', lastTransition } : null,
                containers: this.containers,
                initContainers: [],
            };
        });
    }
    start(startedAt, readyAt) {
        const name = `pod-${this.made}`;
        this.made += 1;
        this.pods.push({ name, startedAt, readyAt, used: 0 });
        this.pipeline.add(name, startedAt);
    }
}

;// CONCATENATED MODULE: ./lib/autoscaler/simulated-world.js






/** Time that passes before a scenario begins, so that the pipeline has samples. Seconds. */
const warmSeconds = 90;
/** The controller starts to look when the first samples can be there. */
const firstSync = -45;
/** CPU metrics only; the rest is not simulated. */
function cpuOnly(autoscaler) {
    const metrics = autoscaler.metrics.filter((metric) => 'resource' in metric && metric.resource === 'cpu');
    return { ...autoscaler, metrics };
}
/** Pods, kubelet, metrics-server and the controller, each on its own clock with its own phase. */
class SimulatedWorld {
    workload;
    pipeline;
    autoscaler;
    /** spec.replicas */
    size;
    status = autoscaler/* initialStatus */.j;
    memory = memory/* emptyMemory */.l4;
    demand;
    random;
    syncPeriodSeconds;
    nextSync;
    constructor(scenario, random) {
        const { clocks, startReplicas } = scenario;
        this.autoscaler = { ...cpuOnly(scenario.autoscaler), flags: (0,autoscaler_clocks/* flagsOf */.Zo)(clocks) };
        this.random = random;
        this.syncPeriodSeconds = clocks.syncPeriodSeconds;
        this.pipeline = new MetricsPipeline(-warmSeconds, clocks.housekeepingSeconds, clocks.metricResolutionSeconds, random);
        this.workload = new SimulatedWorkload(-warmSeconds, scenario.pod, this.pipeline, random);
        this.workload.seed(startReplicas);
        this.size = startReplicas;
        this.demand = [...scenario.demand];
        this.nextSync = firstSync + random() * clocks.syncPeriodSeconds;
    }
    /** When something happens next. */
    nextAt() {
        const demand = this.demand[0]?.at ?? Number.POSITIVE_INFINITY;
        return Math.min(this.nextSync, this.pipeline.nextAt(), this.workload.nextAt(), demand);
    }
    /** Lets time pass up to `now`, which is not after what happens next; gives the sync, if there was one. */
    advance(now) {
        this.workload.advance(now);
        if (this.demand[0] !== undefined && this.demand[0].at <= now)
            this.workload.load(this.demand.shift()?.milli ?? 0);
        this.pipeline.advance(now, (pod) => this.workload.used(pod));
        if (this.nextSync > now)
            return undefined;
        this.nextSync = now + this.syncPeriodSeconds + 0.1 * this.random();
        return this.autoscaler.metrics.length === 0 ? undefined : this.sync(now);
    }
    sync(now) {
        const samples = this.pipeline.samples();
        const reading = samples.length > 0 ? { samples } : { error: 'no metrics returned from resource metrics API' };
        const sync = (0,reconcile/* reconcile */.L)(this.autoscaler, this.status, this.memory, {
            now,
            specReplicas: this.size,
            statusReplicas: this.workload.size,
            pods: this.workload.list(),
            readings: this.autoscaler.metrics.map(() => reading),
        });
        this.memory = sync.memory;
        this.status = sync.status;
        if (sync.rescaleTo !== null) {
            this.size = sync.rescaleTo;
            this.workload.resize(this.size);
        }
        return sync;
    }
}

;// CONCATENATED MODULE: ./lib/autoscaler/simulation.js

/** The size at one moment of a run. */
function sizeAt({ startReplicas, moves }, at) {
    return moves.findLast((move) => move.at <= at)?.to ?? startReplicas;
}
/**
 * Plays one run. Left out: image pulls, full nodes, throttling by CFS, a backlog of requests, API latency, and every
 * metric that is not CPU. Without a CPU metric nothing moves.
 *
 * @param random decides phases, jitter and start-up times: the same seed gives the same run.
 * @param isOver ends the run early, given the time and the size.
 */
function simulate(scenario, random, isOver = () => false) {
    const world = new SimulatedWorld(scenario, random);
    const moves = [];
    for (let now = world.nextAt(); now < scenario.endAt && !isOver(now, world.size); now = world.nextAt()) {
        const from = world.size;
        const sync = world.advance(now);
        if (sync?.rescaleTo === null || sync === undefined)
            continue;
        moves.push({ at: now, from, to: world.size, limited: sync.status.conditions.ScalingLimited?.reason ?? '' });
    }
    return { startReplicas: scenario.startReplicas, moves, conditions: world.status.conditions };
}


/***/ })

};
;