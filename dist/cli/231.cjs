"use strict";
exports.id = 231;
exports.ids = [231];
exports.modules = {

/***/ 968:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   A: () => (/* binding */ boundaryAround),
/* harmony export */   o: () => (/* binding */ realPlace)
/* harmony export */ });
/* harmony import */ var node_fs__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(3024);
/* harmony import */ var node_path__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(6760);
/* harmony import */ var _domain_territory_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(7030);



/** As the kernel gives up on links that lead to links. */
const maxLinks = 40;
function linkTarget(file) {
    try {
        return (0,node_fs__WEBPACK_IMPORTED_MODULE_0__.lstatSync)(file).isSymbolicLink() ? node_path__WEBPACK_IMPORTED_MODULE_1__.resolve(node_path__WEBPACK_IMPORTED_MODULE_1__.dirname(file), (0,node_fs__WEBPACK_IMPORTED_MODULE_0__.readlinkSync)(file)) : undefined;
    }
    catch {
        return undefined;
    }
}
/**
 * Where a path leads with every link followed. What is not there yet is below the nearest folder that is; a link to
 * nothing leads to where it points, as writing through it would.
 */
function realPlace(file, links = 0) {
    const whole = node_path__WEBPACK_IMPORTED_MODULE_1__.resolve(file);
    try {
        return node_fs__WEBPACK_IMPORTED_MODULE_0__.realpathSync.native(whole);
    }
    catch {
        const target = links < maxLinks ? linkTarget(whole) : undefined;
        if (target !== undefined)
            return realPlace(target, links + 1);
        const parent = node_path__WEBPACK_IMPORTED_MODULE_1__.dirname(whole);
        return parent === whole ? whole : node_path__WEBPACK_IMPORTED_MODULE_1__.join(realPlace(parent, links), node_path__WEBPACK_IMPORTED_MODULE_1__.basename(whole));
    }
}
/** A boundary around folders, which need not be there. */
function boundaryAround(folders) {
    const roots = [...new Set(folders.map((folder) => realPlace(folder)))];
    return { roots, contains: (file) => (0,_domain_territory_js__WEBPACK_IMPORTED_MODULE_2__/* .isWithin */ .U)(roots, realPlace(file)) };
}


/***/ }),

/***/ 4643:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   m: () => (/* binding */ systemClock)
/* harmony export */ });
/* harmony import */ var node_timers_promises__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(8500);

/** The clocks of this process. */
const systemClock = {
    now: () => Date.now(),
    monotonic: () => Number(process.hrtime.bigint()) / 1e6,
    async sleep(ms, signal) {
        signal?.throwIfAborted();
        try {
            await (0,node_timers_promises__WEBPACK_IMPORTED_MODULE_0__.setTimeout)(ms, undefined, signal === undefined ? {} : { signal });
        }
        catch (error) {
            signal?.throwIfAborted();
            throw error;
        }
    },
};


/***/ }),

/***/ 5868:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   Zf: () => (/* binding */ quickClocks),
/* harmony export */   Zo: () => (/* binding */ flagsOf),
/* harmony export */   jj: () => (/* binding */ productionClocks)
/* harmony export */ });
/** Kubernetes 1.34 and metrics-server's manifest, with nothing set. */
const productionClocks = {
    syncPeriodSeconds: 15,
    metricResolutionSeconds: 15,
    downscaleStabilizationSeconds: 300,
    cpuInitializationPeriodSeconds: 300,
    initialReadinessDelaySeconds: 30,
    housekeepingSeconds: 10,
};
/**
 * Shortened clocks for an ephemeral cluster, as the gate sets them. metrics-server takes no resolution under 10 s; a container that is younger
 * than that has no sample. The window is no multiple of the sync period: on the edge of one, jitter alone would decide whether a
 * recommendation still counts.
 */
const quickClocks = {
    syncPeriodSeconds: 5,
    metricResolutionSeconds: 10,
    downscaleStabilizationSeconds: 17,
    cpuInitializationPeriodSeconds: 30,
    initialReadinessDelaySeconds: 30,
    housekeepingSeconds: 5,
};
function flagsOf(clocks) {
    const { downscaleStabilizationSeconds, cpuInitializationPeriodSeconds, initialReadinessDelaySeconds } = clocks;
    return { downscaleStabilizationSeconds, cpuInitializationPeriodSeconds, initialReadinessDelaySeconds };
}


/***/ }),

/***/ 7174:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   v: () => (/* binding */ amount)
/* harmony export */ });
/** `1 node`, `12 nodes`, `0 nodes`; a plural that is more than the singular and an s is given. */
function amount(count, one, many = `${one}s`) {
    return `${count} ${count === 1 ? one : many}`;
}


/***/ }),

/***/ 2002:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   s: () => (/* binding */ sha256)
/* harmony export */ });
/**
 * SHA-256 of a text, as 64 hex digits. `node:crypto` takes as long to load as ten files take to judge, so it is loaded
 * at the first hash, to which a run that only prints its findings never comes.
 */
function sha256(text) {
    return process.getBuiltinModule('node:crypto').hash('sha256', text, 'hex');
}


/***/ }),

/***/ 9525:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   l: () => (/* binding */ describeLocation)
/* harmony export */ });
/** `file:line:column`, as terminals and editors make it clickable. */
function describeLocation({ file, start }) {
    return `${file}:${start.line}:${start.column}`;
}


/***/ }),

/***/ 2390:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   A: () => (/* binding */ reasonOf)
/* harmony export */ });
/* harmony import */ var _report_data_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(1657);

/** One line that says why a run was decided as it was, with the object and the number. Contains foreign text. */
function reasonOf({ stages, skipped, decision }) {
    if (decision === 'promote') {
        const claims = stages.reduce((sum, { evidence }) => sum + evidence.length, 0);
        return [...proven(stages), `${claims} of ${claims} claims were observed to hold`].join('; ');
    }
    const wanted = decision === 'reject' ? 'fail' : 'inconclusive';
    for (const stage of stages) {
        const line = lineOf(stage, wanted);
        if (line !== undefined)
            return line;
    }
    const [first] = skipped;
    return first === undefined ? 'nothing was observed' : `${first.stage} did not run: ${first.reason}`;
}
function lineOf({ stage, evidence, error, verdict }, wanted) {
    if (verdict !== wanted)
        return undefined;
    if (error !== undefined)
        return `${stage}: ${error.message}`;
    const found = evidence.find(({ verdict: own }) => own === wanted);
    if (found === undefined)
        return `${stage}: it observed nothing`;
    // A claim that names its object already is not prefixed with it again.
    const object = found.object === undefined || found.claim.includes(found.object) ? '' : `${found.object}: `;
    return `${stage}: ${object}${found.claim}: ${found.observed}`;
}
/** What a promotion rests on, with its numbers: the way of the replicas, and the Redis nodes. */
function proven(stages) {
    return stages.flatMap(({ data }) => {
        if ((0,_report_data_js__WEBPACK_IMPORTED_MODULE_0__/* .isRedisData */ .Sm)(data))
            return [`${data.nodes.length} Redis nodes agree`];
        if (!(0,_report_data_js__WEBPACK_IMPORTED_MODULE_0__/* .isLoadData */ .No)(data))
            return [];
        const sizes = data.points.flatMap(({ readyReplicas }) => readyReplicas ?? []);
        const [first, last, most] = [sizes[0], sizes.at(-1), Math.max(...sizes)];
        if (first === undefined)
            return [];
        // A fixed load may ask for no more than the service rests at: then nobody saw it scale, and nobody is to think so.
        if (most === first)
            return [`${data.autoscaler} stayed at ${first} under load, so that no scaling was shown`];
        return [`${data.autoscaler} went ${first} \u2192 ${most} \u2192 ${last} under load`];
    });
}


/***/ }),

/***/ 1657:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   A$: () => (/* binding */ isLintData),
/* harmony export */   No: () => (/* binding */ isLoadData),
/* harmony export */   Sm: () => (/* binding */ isRedisData)
/* harmony export */ });
const isFields = (value) => typeof value === 'object' && value !== null;
const hasLists = (value, names) => names.every((name) => Array.isArray(value[name]));
/** Whether data is of lint. It looks at the outer form only: data is our own, or passed the schema of the report. */
function isLintData(data) {
    return isFields(data) && hasLists(data, ['diagnostics']);
}
function isRedisData(data) {
    return isFields(data) && isFields(data['topology']) && hasLists(data, ['nodes']) && isFields(data['measured']);
}
function isLoadData(data) {
    return isFields(data) && hasLists(data, ['phases', 'points', 'thresholds']);
}


/***/ }),

/***/ 9012:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   L: () => (/* binding */ decide)
/* harmony export */ });
/* harmony import */ var _verdict_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(5141);

/** The decision over all stages that a run had to pass. A stage that it did not reach is no pass. */
function decide(stages, required) {
    const verdicts = stages.map(({ verdict }) => verdict);
    const missing = required.filter((name) => !stages.some(({ stage }) => stage === name));
    return (0,_verdict_js__WEBPACK_IMPORTED_MODULE_0__/* .decisionOf */ .uv)((0,_verdict_js__WEBPACK_IMPORTED_MODULE_0__/* .worst */ .QZ)([...verdicts, ...missing.map(() => 'inconclusive')]));
}


/***/ }),

/***/ 7030:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   U: () => (/* binding */ isWithin),
/* harmony export */   o: () => (/* binding */ trespasses)
/* harmony export */ });
/* harmony import */ var node_path__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(6760);

/** Whether a real path is one of the folders, or below one. */
function isWithin(roots, place) {
    return roots.some((root) => place === root || place.startsWith(root.endsWith(node_path__WEBPACK_IMPORTED_MODULE_0__.sep) ? root : root + node_path__WEBPACK_IMPORTED_MODULE_0__.sep));
}
/** One line for each path that leads where it may not. */
function trespasses(named, territory) {
    return named.flatMap(({ option, written, place, by }) => {
        const roots = territory[by];
        if (roots === 'anywhere' || isWithin(roots, place))
            return [];
        const leads = place === written ? '' : `, which is ${place},`;
        return [`${option}: ${written}${leads} is outside of ${roots.join(' and ')}`];
    });
}


/***/ }),

/***/ 5737:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   Lw: () => (/* binding */ addOnImages),
/* harmony export */   Zf: () => (/* binding */ quickClocks),
/* harmony export */   m4: () => (/* binding */ usualMetricResolutionSeconds)
/* harmony export */ });
/* harmony import */ var _autoscaler_clocks_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(5868);

/** Clocks of an ephemeral cluster, as the simulator knows them: up and down fit into about two minutes instead of eight. */
const quickClocks = {
    syncPeriodSeconds: _autoscaler_clocks_js__WEBPACK_IMPORTED_MODULE_0__/* .quickClocks */ .Zf.syncPeriodSeconds,
    downscaleStabilizationSeconds: _autoscaler_clocks_js__WEBPACK_IMPORTED_MODULE_0__/* .quickClocks */ .Zf.downscaleStabilizationSeconds,
    cpuInitializationSeconds: _autoscaler_clocks_js__WEBPACK_IMPORTED_MODULE_0__/* .quickClocks */ .Zf.cpuInitializationPeriodSeconds,
    housekeepingSeconds: _autoscaler_clocks_js__WEBPACK_IMPORTED_MODULE_0__/* .quickClocks */ .Zf.housekeepingSeconds,
    metricResolutionSeconds: _autoscaler_clocks_js__WEBPACK_IMPORTED_MODULE_0__/* .quickClocks */ .Zf.metricResolutionSeconds,
};
/** metric-resolution of metrics-server's own manifest. */
const usualMetricResolutionSeconds = _autoscaler_clocks_js__WEBPACK_IMPORTED_MODULE_0__/* .productionClocks */ .jj.metricResolutionSeconds;
const addOnImages = {
    metrics: 'registry.k8s.io/metrics-server/metrics-server:v0.9.0',
    ingress: 'docker.io/library/traefik:v3.7.15',
};


/***/ }),

/***/ 5827:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   Z: () => (/* binding */ configFile)
/* harmony export */ });
/* unused harmony export configNames */
/* harmony import */ var node_fs__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(3024);
/* harmony import */ var node_path__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(6760);
/* harmony import */ var _domain_error_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(9342);



const configNames = ['scale-gate.yml', 'scale-gate.yaml'];
/** The configuration that was named, or the one that lies in the folder; undefined where there is none, which is fine. */
function configFile(folder, named) {
    const candidates = named === undefined ? configNames.map((name) => node_path__WEBPACK_IMPORTED_MODULE_1__.join(folder, name)) : [named];
    const file = candidates.find((candidate) => (0,node_fs__WEBPACK_IMPORTED_MODULE_0__.existsSync)(candidate));
    if (file !== undefined)
        return { file, text: (0,node_fs__WEBPACK_IMPORTED_MODULE_0__.readFileSync)(file, 'utf8') };
    if (named === undefined)
        return undefined;
    throw new _domain_error_js__WEBPACK_IMPORTED_MODULE_2__/* .GateError */ .ue('INPUT_INVALID', `no such configuration: ${named}`, {
        hint: 'Leave `config` out, and scale-gate.yml is looked for in the folder of the service.',
    });
}


/***/ }),

/***/ 2059:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  G: () => (/* binding */ settle)
});

;// CONCATENATED MODULE: ./lib/entry/inputs/contradictions.js
/** For each group of options, the one that decides which of the others have an effect. */
const judges = [
    { decider: 'cluster-mode', judge: clusterFaults },
    { decider: 'redis-mode', judge: redisFaults },
    { decider: 'load-profile', judge: loadFaults },
    { decider: 'promote-publish-only', judge: promoteFaults },
    { decider: 'stages', judge: stageFaults },
];
/** Options that contradict each other, as sentences with their places. */
function contradictions(spec, offers, refused) {
    return judges.filter(({ decider }) => !refused.has(decider)).flatMap(({ judge }) => judge(spec, offers));
}
const place = (offers, name) => offers.get(name)?.place.subject('key') ?? name;
/**
 * Options that were given although `decider` leaves them without effect. A flag that switches off what a configuration
 * describes is no contradiction: that is what flags are for.
 */
function idle(offers, names, decider, because) {
    const overruled = offers.get(decider)?.from === 'input';
    return names
        .filter((name) => offers.has(name) && !(overruled && offers.get(name)?.from === 'config'))
        .map((name) => `${place(offers, name)} has no effect: ${because}`);
}
function both(offers, a, b, why) {
    const [first, second] = [offers.get(a), offers.get(b)];
    if (first === undefined || second === undefined || first.from !== second.from)
        return [];
    return [`${first.place.subject('key')} contradicts ${b}: ${why}`];
}
const othersOf = (offers, section, decider) => [...offers.keys()].filter((name) => name.startsWith(`${section}-`) && name !== decider);
const kindOnly = ['name', 'nodes', 'node-image', 'kubernetes-version', 'kind-config', 'keep', 'quick-clocks', 'images'];
function clusterFaults({ cluster }, offers) {
    if (cluster.mode === 'existing') {
        const names = kindOnly.map((key) => `cluster-${key}`);
        const decider = ['cluster-mode', 'cluster-kubeconfig', 'cluster-context'].find((name) => offers.has(name));
        return idle(offers, names, decider ?? '', 'cluster.mode is existing, and that cluster stays as it is');
    }
    const foreign = ['cluster-kubeconfig', 'cluster-context'];
    const quick = cluster.strict && offers.get('cluster-quick-clocks')?.value === true;
    return [
        ...idle(offers, foreign, 'cluster-mode', 'cluster.mode is kind; say `mode: existing` to use it'),
        ...both(offers, 'cluster-kubernetes-version', 'cluster-node-image', 'a node image is of one version; give one'),
        ...both(offers, 'cluster-nodes', 'cluster-kind-config', 'the configuration of kind names its nodes; give one'),
        ...(quick ? both(offers, 'cluster-quick-clocks', 'cluster-strict', 'strict changes no clocks') : []),
    ];
}
function redisFaults({ redis }, offers) {
    if (redis.mode === 'off') {
        return idle(offers, othersOf(offers, 'redis', 'redis-mode'), 'redis-mode', 'redis.mode is off');
    }
    const failover = [
        'redis-max-failover',
        'redis-max-planned-failover',
        'redis-max-lost-acks',
        'redis-max-lost-waited-acks',
        'redis-max-partition-lost-acks',
        'redis-max-error-window',
        'redis-max-collateral',
        'redis-max-ttl-drift',
    ];
    const creation = ['redis-image', 'redis-storage', 'redis-node-timeout', 'redis-max-agree'];
    return [
        ...(redis.behaviour !== 'none' ? [] : idle(offers, failover, 'redis-behaviour', 'redis.behaviour is none')),
        ...(redis.mode === 'verify' ? idle(offers, creation, 'redis-mode', 'redis.mode verify creates nothing') : []),
    ];
}
function loadFaults({ load }, offers) {
    if (load.profile === 'off') {
        return idle(offers, othersOf(offers, 'load', 'load-profile'), 'load-profile', 'load.profile is off');
    }
    const request = ['load-path', 'load-method', 'load-headers', 'load-body'];
    return [
        ...(load.profile === 'fixed' ? fixedFaults(load, offers) : proveFaults(load, offers)),
        ...engineFaults(load, offers),
        ...(load.scenarios.length > 0
            ? idle(offers, request, 'load-scenarios', 'load.scenarios says what is requested')
            : []),
    ];
}
function fixedFaults({ rate }, offers) {
    const missing = rate === undefined ? [`${place(offers, 'load-profile')} is fixed; load.rate is missing`] : [];
    return [
        ...missing,
        ...idle(offers, ['load-from', 'load-to', 'load-max-rate'], 'load-profile', 'load.profile is fixed'),
    ];
}
function proveFaults({ from, to }, offers) {
    const because = 'load.profile prove loads until the replicas are there; say `profile: fixed` to set a time';
    const upsideDown = from !== undefined && to !== undefined && from >= to;
    return [
        ...(upsideDown ? [`${place(offers, 'load-to')} is ${to}; expected more than load.from, which is ${from}`] : []),
        ...idle(offers, ['load-duration'], 'load-profile', because),
    ];
}
function engineFaults({ engine, k6Script }, offers) {
    if (engine === 'k6') {
        const missing = k6Script === undefined ? [`${place(offers, 'load-engine')} is k6; load.k6-script is missing`] : [];
        const baseline = ['load-baseline', 'load-baseline-images'];
        return [...missing, ...idle(offers, baseline, 'load-engine', 'a script of k6 has no rate to hold equal')];
    }
    return idle(offers, ['load-k6-script'], 'load-engine', 'load.engine is built-in; say `engine: k6`');
}
/** A stranger's report may be shown; nothing that lets something through may hang on it. */
function promoteFaults({ promote }, offers) {
    if (!promote.publishOnly)
        return [];
    const gates = ['check-run', 'commit-status', 'deployment-status'].map((key) => `promote-${key}`);
    const asked = gates.filter((name) => offers.get(name)?.value === true);
    const at = place(offers, 'promote-publish-only');
    return [
        ...(promote.reports.length === 0 ? [`${at} is true; promote.reports is missing`] : []),
        ...asked.map((name) => `${place(offers, name)} is refused: a report that was not judged here lets nothing through`),
    ];
}
function stageFaults({ stages }, offers) {
    if (!offers.has('stages'))
        return [];
    const at = place(offers, 'stages');
    const off = (stage, decider) => stages.includes(stage) && offers.get(decider)?.value === 'off'
        ? both(offers, 'stages', decider, `it is off, and stages contains ${stage}`)
        : [];
    return [
        ...(stages.length === 0 ? [`${at} is empty; expected at least one stage`] : []),
        ...stages.filter((name, i) => stages.indexOf(name) !== i).map((name) => `${at} has ${name} twice`),
        ...off('redis', 'redis-mode'),
        ...off('load', 'load-profile'),
    ];
}

;// CONCATENATED MODULE: ./lib/entry/inputs/settle.js

/**
 * Fills in what one option says of another, and complains of options that contradict each other.
 *
 * @param refused names of options whose value was refused already; what follows from them is not complained of.
 */
function settle(spec, offers, refused, complain) {
    const settled = {
        ...spec,
        cluster: {
            ...spec.cluster,
            mode: clusterMode(spec, offers),
            quickClocks: spec.cluster.quickClocks && !spec.cluster.strict,
        },
        redis: { ...spec.redis, mode: redisMode(spec, offers) },
    };
    for (const problem of contradictions(settled, offers, refused))
        complain(problem);
    return settled;
}
function clusterMode({ cluster }, offers) {
    if (offers.has('cluster-mode'))
        return cluster.mode;
    return cluster.kubeconfig === undefined && cluster.context === undefined ? cluster.mode : 'existing';
}
function redisMode({ redis }, offers) {
    if (offers.has('redis-mode'))
        return redis.mode;
    const asked = [...offers.keys()].some((name) => name === 'redis' || name.startsWith('redis-'));
    return asked ? 'create' : redis.mode;
}


/***/ }),

/***/ 2574:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   C: () => (/* binding */ usualSpec),
/* harmony export */   r: () => (/* binding */ specOf)
/* harmony export */ });
/* harmony import */ var _settle_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(2059);
/* harmony import */ var _table_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(8775);


/** Defaults, and over them what was given. The table gives each value its type; here they are only put in their places. */
function specOf(values) {
    const spec = {};
    for (const { name, property, default: fallback } of _table_js__WEBPACK_IMPORTED_MODULE_1__/* .optionTable */ .sX) {
        const value = values.get(name) ?? fallback;
        const [first = '', second] = property;
        if (second === undefined)
            spec[first] = value;
        else
            spec[first] = { ...spec[first], [second]: value };
    }
    return spec;
}
/** What `parseOptions` makes of no configuration and no inputs, without what reads them: YAML is a lot to load. */
function usualSpec() {
    return (0,_settle_js__WEBPACK_IMPORTED_MODULE_0__/* .settle */ .G)(specOf(new Map()), new Map(), new Set(), () => undefined);
}


/***/ }),

/***/ 410:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   CD: () => (/* binding */ clusterShape),
/* harmony export */   Xl: () => (/* binding */ exposureOf),
/* harmony export */   mr: () => (/* binding */ loadSeconds)
/* harmony export */ });
/* harmony import */ var node_os__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(8161);
/* harmony import */ var _manifests_graph_selector_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(1520);
/* harmony import */ var _clocks_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(5737);



/** Which workloads are meant to be reached from outside, in the words of the stage. */
function exposureOf({ internal = [], external = [], otherwise = 'any', internalClasses = [], }) {
    const selectors = (list) => list.flatMap((matchLabels) => (0,_manifests_graph_selector_js__WEBPACK_IMPORTED_MODULE_2__/* .labelSelector */ .wb)({ matchLabels }) ?? []);
    return { internal: selectors(internal), external: selectors(external), otherwise, internalClasses };
}
/** How long the load test has for its way up and down; undefined where there is no way down to wait for. */
function loadSeconds({ load }) {
    return load.profile === 'off' || !load.scaleDown ? undefined : load.timeoutSeconds;
}
/** The kind cluster that the run will make: nodes are containers, and each has the whole machine to offer. */
function clusterShape({ cluster }) {
    if (cluster.mode !== 'kind')
        return undefined;
    const architecture = process.arch === 'x64' ? 'amd64' : process.arch;
    return {
        nodes: cluster.nodes,
        nodeMilliCpu: (0,node_os__WEBPACK_IMPORTED_MODULE_0__.availableParallelism)() * 1000,
        nodeMemory: (0,node_os__WEBPACK_IMPORTED_MODULE_0__.totalmem)(),
        architecture,
        storageClasses: ['standard'],
        mappedPorts: cluster.hostPort === undefined ? [] : [cluster.hostPort],
        loadedImages: cluster.images,
        loadBalancer: false,
        metricsServer: true,
        nodeLabels: { 'kubernetes.io/os': 'linux', 'kubernetes.io/arch': architecture },
        ...(cluster.quickClocks && !cluster.strict ? { downscaleSeconds: _clocks_js__WEBPACK_IMPORTED_MODULE_1__/* .quickClocks */ .Zf.downscaleStabilizationSeconds } : {}),
    };
}


/***/ }),

/***/ 4633:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  m: () => (/* binding */ lintPorts)
});

// EXTERNAL MODULE: external "node:fs"
var external_node_fs_ = __webpack_require__(3024);
// EXTERNAL MODULE: ./lib/domain/error.js
var error = __webpack_require__(9342);
// EXTERNAL MODULE: ./lib/adapters/files/boundary.js
var files_boundary = __webpack_require__(968);
// EXTERNAL MODULE: external "node:path"
var external_node_path_ = __webpack_require__(6760);
;// CONCATENATED MODULE: ./lib/adapters/files/folder.js



const extensions = new Set(['.yaml', '.yml', '.json']);
const ignoredFolders = new Set(['node_modules', 'vendor']);
/** Every object has both; whatever has neither is a file of another trade. */
const manifestWords = /\b(?:apiVersion|kind)\b/i;
const forward = (file) => file.split(external_node_path_.sep).join('/');
function readInto(walk, file, named) {
    const { size } = (0,external_node_fs_.statSync)(file);
    if (size > walk.limits.fileBytes) {
        throw (0,error/* invalidInput */.aY)([`${forward(file)} has ${size} bytes, over the limit of ${walk.limits.fileBytes}`], 'Split the file.');
    }
    walk.bytes += size;
    if (walk.bytes > walk.limits.totalBytes || walk.texts.length >= walk.limits.files) {
        const message = `more than ${walk.limits.files} files or ${walk.limits.totalBytes} bytes at ${forward(file)}`;
        throw (0,error/* invalidInput */.aY)([message], 'Name the folder that holds the manifests of the service alone.');
    }
    const text = (0,external_node_fs_.readFileSync)(file, 'utf8');
    if (named || manifestWords.test(text))
        walk.texts.push({ file: forward(file), text });
    else
        walk.skipped.push(forward(file));
}
/** A link may lead anywhere within its folder; out of it, it is refused rather than followed or passed over. */
function assertInside(root, link) {
    let target;
    try {
        target = (0,external_node_fs_.realpathSync)(link);
    }
    catch {
        throw (0,error/* invalidInput */.aY)([`${forward(link)} is a link to nothing`], 'Mend or remove the link.');
    }
    const inside = (0,external_node_fs_.realpathSync)(root);
    if (target !== inside && !target.startsWith(inside + external_node_path_.sep)) {
        throw (0,error/* invalidInput */.aY)([`${forward(link)} leads out of ${forward(root)}`], 'Put the file itself into the folder.');
    }
}
function isFolder(entry, file) {
    return entry.isDirectory() || (entry.isSymbolicLink() && (0,external_node_fs_.statSync)(file).isDirectory());
}
/** Reads a folder and its subfolders by name; folders with a mark are left to their renderers. */
function readFolder(walk, folder, root) {
    const entries = (0,external_node_fs_.readdirSync)(folder, { withFileTypes: true });
    if (entries.some(({ name }) => walk.marks.has(name))) {
        walk.folders.push(folder);
        return;
    }
    entries.sort((a, b) => (a.name < b.name ? -1 : 1));
    for (const entry of entries) {
        const file = external_node_path_.join(folder, entry.name);
        if (entry.name.startsWith('.'))
            continue;
        if (entry.isSymbolicLink())
            assertInside(root, file);
        if (isFolder(entry, file)) {
            if (entry.isDirectory() && !ignoredFolders.has(entry.name))
                readFolder(walk, file, root);
        }
        else if (extensions.has(external_node_path_.extname(entry.name).toLowerCase()) && (0,external_node_fs_.statSync)(file).isFile()) {
            readInto(walk, file, false);
        }
    }
}
function kindOfPath(file) {
    try {
        const stats = (0,external_node_fs_.statSync)(file);
        return stats.isDirectory() ? 'folder' : stats.isFile() ? 'file' : 'other';
    }
    catch {
        return 'missing';
    }
}

;// CONCATENATED MODULE: ./lib/adapters/files/source.js




/** Far above any service's manifests, far below what hurts. */
const usualLimits = { fileBytes: 8 * 2 ** 20, totalBytes: 256 * 2 ** 20, files: 50_000 };
const patterns = /[*?[\]{}]/;
async function readStdin({ stdin, limits = usualLimits }) {
    if (!stdin)
        throw (0,error/* invalidInput */.aY)(['standard input was asked for and is not there'], 'Name files instead of `-`.');
    const chunks = [];
    let size = 0;
    for await (const chunk of stdin()) {
        size += chunk.length;
        if (size > limits.fileBytes) {
            throw (0,error/* invalidInput */.aY)([`standard input is over the limit of ${limits.fileBytes} bytes`], 'Split the input.');
        }
        chunks.push(chunk);
    }
    return { file: '-', text: Buffer.concat(chunks).toString('utf8') };
}
/** The folder from which a pattern begins to match: what it finds has to be there in truth, too. */
const patternRoot = (pattern) => pattern.replace(/[^/]*[*?[\]{}].*$/, '') || '.';
function expand(paths) {
    const expanded = [];
    for (const one of paths) {
        if (!patterns.test(one) || kindOfPath(one) !== 'missing') {
            expanded.push(one);
            continue;
        }
        const found = (0,external_node_fs_.globSync)(one);
        if (found.length === 0)
            throw (0,error/* invalidInput */.aY)([`${one} matches no file`], 'Check the pattern and the working directory.');
        const around = (0,files_boundary/* boundaryAround */.A)([patternRoot(one)]);
        refuse(found, around);
        expanded.push(...found.sort());
    }
    return expanded;
}
/** Every path that leads out is told at once. */
function refuse(paths, boundary) {
    const problems = paths
        .filter((one) => one !== '-' && !boundary.contains(one))
        .map((one) => `${forward(one)} leads to ${(0,files_boundary/* realPlace */.o)(one)}, outside of ${boundary.roots.join(' and ')}`);
    if (problems.length > 0)
        throw (0,error/* invalidInput */.aY)(problems, 'Put the files themselves where they are to be read from.');
}
async function render(folders, renderers, options) {
    const rendered = [];
    for (const folder of folders) {
        const entries = new Set((0,external_node_fs_.readdirSync)(folder));
        const renderer = renderers.find(({ marks }) => marks.some((mark) => entries.has(mark)));
        if (renderer)
            rendered.push(...(await renderer.render(forward(folder), options)));
    }
    return rendered;
}
function visit(walk, one) {
    const kind = kindOfPath(one);
    if (kind === 'missing')
        throw (0,error/* invalidInput */.aY)([`${one} is not there`], 'Check the path and the working directory.');
    if (kind === 'other')
        throw (0,error/* invalidInput */.aY)([`${one} is neither a file nor a folder`], 'Name a file or a folder.');
    if (kind === 'folder')
        readFolder(walk, one, one);
    else
        readInto(walk, one, true);
    return kind === 'folder';
}
/** Manifests from the file system. */
function fileSource(options) {
    const { renderers, limits = usualLimits, boundary } = options;
    return {
        async read(paths, reading) {
            const { signal } = reading;
            const marks = new Set(renderers.flatMap((renderer) => renderer.marks));
            const walk = { limits, texts: [], skipped: [], folders: [], marks, bytes: 0 };
            const expanded = expand(paths);
            if (boundary !== undefined)
                refuse(expanded, boundary);
            let whole = expanded.length > 1;
            for (const one of expanded) {
                signal.throwIfAborted();
                if (one === '-') {
                    walk.texts.push(await readStdin(options));
                    whole = true;
                }
                else if (visit(walk, one))
                    whole = true;
            }
            const texts = [...walk.texts, ...(await render(walk.folders, renderers, reading))];
            return { texts, whole, skipped: walk.skipped };
        },
    };
}

;// CONCATENATED MODULE: ./lib/adapters/helm/renderer.js
// `node:fs/promises` loads streams and readline at once; this form of it only when something is rendered.



const renderDeadlineMs = 60_000;
async function textOf(document, folder) {
    const source = /^# Source: (.+)$/m.exec(document)?.[1];
    const rendered = { file: `${folder}/Chart.yaml`, text: document, rendered: true };
    if (source === undefined)
        return rendered;
    // `# Source:` begins with the name of the chart, which need not be the name of its folder.
    const file = external_node_path_.join(folder, ...source.split('/').slice(1));
    if (external_node_path_.relative(folder, file).startsWith('..') || !(0,external_node_fs_.existsSync)(file))
        return rendered;
    return { ...rendered, origin: { file: file.split(external_node_path_.sep).join('/'), text: await external_node_fs_.promises.readFile(file, 'utf8') } };
}
/** Helm follows every link of a chart, wherever it leads, and prints what it finds there. */
async function refuseLinksOut(folder, boundary) {
    const entries = await external_node_fs_.promises.readdir(folder, { recursive: true, withFileTypes: true });
    const problems = entries
        .filter((entry) => entry.isSymbolicLink())
        .map(({ parentPath, name }) => external_node_path_.join(parentPath, name))
        .filter((link) => !boundary.contains(link))
        .map((link) => `${link} leads out of ${boundary.roots.join(' and ')}`);
    if (problems.length > 0)
        throw (0,error/* invalidInput */.aY)(problems, 'Put the files themselves into the chart.');
}
/** Folders with a chart, rendered by the helm binary with one set of values; one renderer a set. */
function helmRenderer(commands, { release, namespace, values }, boundary) {
    return {
        marks: ['Chart.yaml'],
        async render(folder, { signal, values: given = [] }) {
            if (!(await commands.find('helm'))) {
                throw new error/* GateError */.ue('TOOL_MISSING', `helm is not on the PATH, and ${folder} is a chart`, {
                    hint: 'Install helm.',
                });
            }
            if (boundary !== undefined)
                await refuseLinksOut(folder, boundary);
            const args = [
                'template',
                release,
                folder,
                '--namespace',
                namespace,
                ...[...values, ...given].flatMap((file) => ['-f', file]),
            ];
            const { exitCode, stdout, stderr } = await commands.run('helm', args, { deadlineMs: renderDeadlineMs, signal });
            if (exitCode !== 0) {
                throw new error/* GateError */.ue('INPUT_INVALID', `${folder} does not render: ${stderr.trim()}`, {
                    hint: `Run \`helm ${args.join(' ')}\` and mend what it says.`,
                });
            }
            return Promise.all(stdout.split(/^---\n/m).map((one) => textOf(one, folder)));
        },
    };
}

// EXTERNAL MODULE: external "node:os"
var external_node_os_ = __webpack_require__(8161);
;// CONCATENATED MODULE: ./lib/adapters/kustomize/renderer.js
// `node:fs/promises` loads streams and readline at once; this form of it only when something is rendered.




const renderer_renderDeadlineMs = 60_000;
/** From `metadata:` on, the only such line that is no content of a text: there lines are further in. */
const metadata = /^metadata:\n(?:[ ].*\n?|\n)*/m;
const annotation = /^ {4}config\.kubernetes\.io\/origin: \|\n((?: {6,}.*\n?)+)/m;
const emptyAnnotations = /^ {2}annotations:\n(?! {4})/m;
/** `kustomize build`, or the same in kubectl; whichever is at hand. */
async function commandOf(commands) {
    if (await commands.find('kustomize'))
        return ['kustomize', 'build'];
    if (await commands.find('kubectl'))
        return ['kubectl', 'kustomize'];
    throw new error/* GateError */.ue('TOOL_MISSING', 'neither kustomize nor kubectl is on the PATH, and the manifests need one', {
        hint: 'Install kustomize or kubectl.',
    });
}
/** An overlay of our own over the folder asks for the origin of each object; the folder itself stays as it is. */
async function withOverlay(folder, place, act) {
    const overlay = await external_node_fs_.promises.realpath(await external_node_fs_.promises.mkdtemp(external_node_path_.join(await place(), 'scale-gate-kustomize-')));
    try {
        const resource = external_node_path_.relative(overlay, await external_node_fs_.promises.realpath(folder))
            .split(external_node_path_.sep)
            .join('/');
        const lines = ['resources:', `- ${JSON.stringify(resource)}`, 'buildMetadata: [originAnnotations]', ''];
        await external_node_fs_.promises.writeFile(external_node_path_.join(overlay, 'kustomization.yaml'), lines.join('\n'));
        return await act(overlay);
    }
    finally {
        await external_node_fs_.promises.rm(overlay, { recursive: true, force: true });
    }
}
/** One document with the annotation taken out again, and the file that it came from. */
async function renderer_textOf(document, folder, overlay, boundary) {
    const said = annotation.exec(metadata.exec(document)?.[0] ?? '')?.[1] ?? '';
    const text = document.replace(metadata, (part) => part.replace(annotation, '').replace(emptyAnnotations, ''));
    const relative = /^\s*(?:path|configuredIn): (.+)$/m.exec(said)?.[1];
    const rendered = { file: `${folder}/kustomization.yaml`, text, rendered: true };
    if (relative === undefined || said.includes('repo:'))
        return rendered;
    const file = external_node_path_.resolve(overlay, relative);
    if (boundary?.contains(file) === false)
        throw leadsOut(folder, file, boundary);
    const shown = external_node_path_.join(folder, external_node_path_.relative(await external_node_fs_.promises.realpath(folder), file))
        .split(external_node_path_.sep)
        .join('/');
    const origin = await external_node_fs_.promises.readFile(file, 'utf8').catch(() => undefined);
    return origin === undefined ? rendered : { ...rendered, origin: { file: shown, text: origin } };
}
function leadsOut(folder, file, { roots }) {
    return new error/* GateError */.ue('INPUT_INVALID', `${folder} takes objects from ${file}, outside of ${roots.join(' and ')}`, {
        hint: 'Put the base into the checkout, or run where both are below the working directory.',
    });
}
/** Folders with a kustomization, rendered by the binary at hand. Remote bases are fetched by it, not by us. */
function kustomizeRenderer(commands, boundary, place = async () => (0,external_node_os_.tmpdir)()) {
    return {
        marks: ['kustomization.yaml', 'kustomization.yml', 'Kustomization'],
        async render(folder, { signal }) {
            const [program = '', ...args] = await commandOf(commands);
            return withOverlay(folder, place, async (overlay) => {
                const { exitCode, stdout, stderr } = await commands.run(program, [...args, overlay], {
                    deadlineMs: renderer_renderDeadlineMs,
                    signal,
                });
                if (exitCode !== 0) {
                    throw new error/* GateError */.ue('INPUT_INVALID', `${folder} does not render: ${stderr.trim().replaceAll(overlay, folder)}`, {
                        hint: `Run \`${program} ${args.join(' ')} ${folder}\` and mend what it says.`,
                    });
                }
                return Promise.all(stdout.split(/^---\n/m).map((one) => renderer_textOf(one, folder, overlay, boundary)));
            });
        },
    };
}

// EXTERNAL MODULE: ./lib/adapters/node/clock.js
var clock = __webpack_require__(4643);
// EXTERNAL MODULE: external "node:vm"
var external_node_vm_ = __webpack_require__(714);
// EXTERNAL MODULE: ./lib/ports/time-limit.js
var time_limit = __webpack_require__(9321);
;// CONCATENATED MODULE: ./lib/adapters/node/time-limit.js


let context;
const script = new external_node_vm_.Script('work()');
/** When the work that runs now has to be over, by `performance.now()`. */
let due = Number.POSITIVE_INFINITY;
/** Whether the time of the work that runs now is over: what catches the end of something inside of it has to ask. */
function isOverdue() {
    return performance.now() >= due;
}
/** Once: V8's own watchdog ends whatever runs, loops and patterns too, and costs the start of one thread. */
function once(ms, work) {
    context ??= (0,external_node_vm_.createContext)(Object.create(null));
    const before = due;
    due = Math.min(before, performance.now() + ms);
    try {
        Object.assign(context, { work });
        return script.runInContext(context, { timeout: ms });
    }
    catch (error) {
        if (isOverdue() || error.code === 'ERR_SCRIPT_EXECUTION_TIMEOUT')
            throw new time_limit/* Overdue */.N(ms);
        throw error;
    }
    finally {
        due = before;
    }
}
/** Below this share of the time the machine was busy with others, and the work is not to blame. */
const ownShare = 0.5;
/** Times the budget for each further try: 1, 3 and 9. */
const patience = 3;
const mostTries = 3;
/** @param cpuMs milliseconds of CPU that this process has used */
function watchdogOver(cpuMs) {
    return {
        run(ms, work) {
            for (let [tries, budget] = [1, ms];; tries++, budget *= patience) {
                const begun = cpuMs();
                try {
                    return once(budget, work);
                }
                catch (error) {
                    const starved = cpuMs() - begun < budget * ownShare;
                    if (!(error instanceof time_limit/* Overdue */.N) || !starved || tries === mostTries)
                        throw error;
                }
            }
        },
    };
}
const watchdog = watchdogOver(() => {
    const { user, system } = process.cpuUsage();
    return (user + system) / 1000;
});

;// CONCATENATED MODULE: ./lib/adapters/node/pattern.js


/** Far above what any honest pattern takes on a value of a manifest. */
const deadlineMs = 100;
const longest = 100_000;
/** Matches that were given up before patterns are no longer tried: so many deadlines are as long as one may wait. */
const mostGivenUp = 10;
/**
 * Patterns of schemas, which are foreign text as much as the values are. A match that takes too long is given up: it is
 * not known then. Go's `(?i)` at the start is understood; what JavaScript cannot read is not known either.
 */
function patternMatcher() {
    let context;
    let givenUp = 0;
    const script = new external_node_vm_.Script('expression.test(text)');
    return (pattern, text) => {
        if (text.length > longest || givenUp >= mostGivenUp)
            return undefined;
        try {
            const flags = pattern.startsWith('(?i)') ? 'i' : '';
            const source = pattern.replace(/^\(\?i\)/, '').replaceAll('(?P<', '(?<');
            context ??= (0,external_node_vm_.createContext)(Object.create(null));
            Object.assign(context, { expression: new RegExp(source, flags), text });
            return script.runInContext(context, { timeout: deadlineMs });
        }
        catch (error) {
            if (error.code === 'ERR_SCRIPT_EXECUTION_TIMEOUT')
                givenUp++;
            // The end of the work around it may have come in here.
            if (isOverdue())
                throw error;
            return undefined;
        }
    };
}

// EXTERNAL MODULE: ./lib/manifests/read.js + 28 modules
var read = __webpack_require__(6532);
// EXTERNAL MODULE: ./lib/manifests/validation/values.js
var validation_values = __webpack_require__(1624);
;// CONCATENATED MODULE: ./lib/manifests/custom/kinds.js

function customId({ apiVersion, kind }) {
    return `${apiVersion} ${kind}`;
}
function kindsOf(definition) {
    const spec = (0,validation_values/* struct */.w3)(definition.value, 'spec');
    const kind = (0,validation_values/* text */.Qq)((0,validation_values/* struct */.w3)(spec, 'names'), 'kind');
    return (0,validation_values/* structs */.vz)(spec, 'versions').map((version) => [
        customId({ apiVersion: `${(0,validation_values/* text */.Qq)(spec, 'group')}/${(0,validation_values/* text */.Qq)(version, 'name')}`, kind }),
        {
            schema: (0,validation_values/* child */.jf)((0,validation_values/* child */.jf)(version, 'schema'), 'openAPIV3Schema'),
            namespaced: (0,validation_values/* text */.Qq)(spec, 'scope') !== 'Cluster',
            served: (0,validation_values/* flag */.Jt)(version, 'served') !== false,
        },
    ]);
}
/** Kinds by `group/version Kind`. */
function customKinds(manifests) {
    return new Map(manifests.filter(({ kind }) => kind === 'CustomResourceDefinition').flatMap(kindsOf));
}

;// CONCATENATED MODULE: ./lib/manifests/validation/at.js
/** A place in an object while it is judged: as the API server writes it, and as steps. Text is made only for findings. */
class At {
    #parent;
    #form;
    #name;
    /** Where it is not the name. */
    #steps;
    constructor(parent, form, name, steps) {
        this.#parent = parent;
        this.#form = form;
        this.#name = name;
        this.#steps = steps;
    }
    /** A field. */
    in(name) {
        return new At(this, 'field', name);
    }
    /** An item of a list; `shown` where the server, which drops some items first, counts to another number. */
    item(index, shown = index) {
        return shown === index ? new At(this, 'item', index) : new At(this, 'item', shown, [index]);
    }
    /** A step that the server does not name. */
    unnamed(...steps) {
        return new At(this, 'unnamed', '', steps);
    }
    /** A key of a map. */
    key(key) {
        return new At(this, 'item', key);
    }
    /** A field that the server calls by another name than the one it has in the object. */
    called(name, ...steps) {
        return new At(this, 'field', name, steps);
    }
    get field() {
        if (this.#parent === undefined)
            return '';
        const { field } = this.#parent;
        if (this.#form === 'unnamed')
            return field;
        if (this.#form === 'item')
            return `${field}[${this.#name}]`;
        return this.#parent.#parent === undefined ? String(this.#name) : `${field}.${this.#name}`;
    }
    get path() {
        return this.#parent === undefined ? [] : [...this.#parent.path, ...(this.#steps ?? [this.#name])];
    }
}
/** The object itself. */
const root = new At(undefined, 'field', '');

// EXTERNAL MODULE: ./lib/manifests/validation/faults.js
var validation_faults = __webpack_require__(2387);
;// CONCATENATED MODULE: ./lib/manifests/validation/names.js
const label = /^[a-z0-9]([-a-z0-9]*[a-z0-9])?$/;
const label1035 = /^[a-z]([-a-z0-9]*[a-z0-9])?$/;
const subdomain = /^[a-z0-9]([-a-z0-9]*[a-z0-9])?(\.[a-z0-9]([-a-z0-9]*[a-z0-9])?)*$/;
const subdomainUnderscore = /^[a-z0-9_]([-_a-z0-9]*[a-z0-9_])?(\.[a-z0-9_]([-_a-z0-9]*[a-z0-9_])?)*$/;
const wildcard = /^\*\.[a-z0-9]([-a-z0-9]*[a-z0-9])?(\.[a-z0-9]([-a-z0-9]*[a-z0-9])?)*$/;
const qualified = /^([A-Za-z0-9][-A-Za-z0-9_.]*)?[A-Za-z0-9]$/;
const labelValueForm = /^(([A-Za-z0-9][-A-Za-z0-9_.]*)?[A-Za-z0-9])?$/;
const good = [];
function bytes(text) {
    return Buffer.byteLength(text);
}
function names_form(most, pattern, reason) {
    return (name) => {
        if (name.length * 3 <= most && pattern.test(name))
            return good;
        const reasons = [];
        if (bytes(name) > most)
            reasons.push(`must be no more than ${most} characters`);
        if (!pattern.test(name))
            reasons.push(reason);
        return reasons;
    };
}
const dnsLabel = names_form(63, label, 'must be lower-case letters, digits and `-`, and start and end with a letter or digit');
const dns1035Label = names_form(63, label1035, 'must be lower-case letters, digits and `-`, start with a letter and end with a letter or digit');
const dnsSubdomain = names_form(253, subdomain, 'must be lower-case letters, digits, `-` and `.`, and start and end with a letter or digit');
const dnsSubdomainUnderscore = names_form(253, subdomainUnderscore, 'must be lower-case letters, digits, `_`, `-` and `.`');
const wildcardSubdomain = names_form(253, wildcard, 'must start with `*.` and be a domain after that');
const labelValue = names_form(63, labelValueForm, 'must be empty, or letters, digits, `-`, `_` and `.`, and start and end with a letter or digit');
const httpHeaderName = names_form(Number.MAX_SAFE_INTEGER, /^[-A-Za-z0-9]+$/, 'must be letters, digits and `-`');
const percent = names_form(Number.MAX_SAFE_INTEGER, /^[0-9]+%$/, 'must be a percentage such as `25%`');
const cIdentifier = names_form(Number.MAX_SAFE_INTEGER, /^[A-Za-z_][A-Za-z0-9_]*$/, 'must be letters, digits and `_`');
/** Object names in URLs. */
function pathSegment(name) {
    if (name === '.' || name === '..')
        return [`may not be \`${name}\``];
    return ['/', '%'].filter((char) => name.includes(char)).map((char) => `may not contain \`${char}\``);
}
/** Keys of labels and annotations, finalizers, resources: a name, with a domain and `/` in front of it or not. */
function qualifiedName(text) {
    if (text.length <= 63 && qualified.test(text))
        return good;
    const parts = text.split('/');
    if (parts.length > 2)
        return ['must be a name, with a domain and one `/` in front of it at most'];
    const reasons = [];
    if (parts.length === 2) {
        const [prefix = ''] = parts;
        if (prefix === '')
            reasons.push('must have a domain before the `/`');
        else
            reasons.push(...dnsSubdomain(prefix).map((reason) => `its domain ${reason}`));
    }
    const name = parts.at(-1) ?? '';
    if (name === '')
        reasons.push('its name may not be empty');
    else if (bytes(name) > 63)
        reasons.push('its name must be no more than 63 characters');
    if (!qualified.test(name))
        reasons.push('its name must be letters, digits, `-`, `_` and `.`, and start and end with a letter or digit');
    return reasons;
}
function portName(name) {
    const reasons = [];
    if (bytes(name) > 15)
        reasons.push('must be no more than 15 characters');
    if (!/^[-a-z0-9]+$/.test(name))
        reasons.push('must be lower-case letters, digits and `-`');
    if (!/[a-z]/.test(name))
        reasons.push('must have a letter');
    if (name.includes('--'))
        reasons.push('may not have two `-` in a row');
    if (name.startsWith('-') || (name.endsWith('-') && name !== ''))
        reasons.push('may not start or end with `-`');
    return reasons;
}
function portNumber(port) {
    return port >= 1 && port <= 65535 ? good : ['must be between 1 and 65535'];
}
function envName(name) {
    const reasons = [];
    if (name === '')
        reasons.push('may not be empty');
    if (!/^[\x20-\x3c\x3e-\x7e]*$/.test(name))
        reasons.push('must be printable ASCII without `=`');
    return reasons;
}
function configKey(key) {
    const reasons = [];
    if (bytes(key) > 253)
        reasons.push('must be no more than 253 characters');
    if (!/^[-._a-zA-Z0-9]+$/.test(key))
        reasons.push('must be letters, digits, `-`, `_` and `.`');
    if (key === '.' || key === '..')
        reasons.push(`may not be \`${key}\``);
    else if (key.startsWith('..'))
        reasons.push('may not start with `..`');
    return reasons;
}
/** What a name may be if something will be appended to it. */
function asPrefix(name) {
    return name.length > 1 && name.endsWith('-') ? `${name.slice(0, -2)}a` : name;
}

;// CONCATENATED MODULE: ./lib/manifests/validation/metadata.js



const standardFinalizers = ['kubernetes', 'orphan', 'foregroundDeletion'];
function judgeLabels(labels, name, at, faults) {
    for (const [key, value] of (0,validation_values/* texts */.Te)(labels, name)) {
        faults.all(at, key, qualifiedName(key));
        faults.all(at, value, labelValue(value));
    }
}
function judgeAnnotations(holder, at, faults) {
    let size = 0;
    for (const [key, value] of (0,validation_values/* texts */.Te)(holder, 'annotations')) {
        faults.all(at, key, qualifiedName(key.toLowerCase()));
        size += Buffer.byteLength(key) + Buffer.byteLength(value);
    }
    if (size > 256 * 1024)
        faults.tooLong(at, 256 * 1024);
}
function judgeOwners(metadata, at, faults) {
    let controllers = 0;
    const owners = (0,validation_values/* structs */.vz)(metadata, 'ownerReferences');
    const places = new Map(owners.map((owner, index) => [owner, index]).toReversed());
    for (const owner of owners) {
        const version = (0,validation_values/* text */.Qq)(owner, 'apiVersion');
        const parts = version.split('/');
        if (parts.length > 2 || parts.at(-1) === '')
            faults.invalid(at.in('apiVersion'), version, 'must not be empty');
        for (const name of ['kind', 'name', 'uid']) {
            if ((0,validation_values/* text */.Qq)(owner, name) === '')
                faults.invalid(at.called(name, places.get(owner) ?? -1, name), '', 'must not be empty');
        }
        if (version === 'v1' && (0,validation_values/* text */.Qq)(owner, 'kind') === 'Event')
            faults.invalid(at, 'Event', 'owns nothing');
        if ((0,validation_values/* flag */.Jt)(owner, 'controller') === true && ++controllers === 2)
            faults.invalid(at, 'controller', 'only one owner can be the controller');
    }
}
/** Finalizers of a namespace, which are both a name and one of the standard ones. */
function judgeNamespaceFinalizer(at, name, faults) {
    faults.all(at, name, qualifiedName(name));
    judgeFinalizer(at, name, faults);
}
function judgeFinalizer(at, name, faults) {
    if (!name.includes('/') && !standardFinalizers.includes(name)) {
        faults.invalid(at, name, 'must be a standard finalizer or have a domain in front of it');
    }
}
/** Labels and annotations of what is a template of an object. */
function judgeTemplateMeta(metadata, at, faults) {
    judgeLabels(metadata, 'labels', at.in('labels'), faults);
    judgeAnnotations(metadata, at.in('annotations'), faults);
}
/** `metadata` of any object. `finalizers` is false for the kinds whose validation does not look at them. */
function judgeMetadata(object, form, faults, finalizers = true) {
    const metadata = (0,validation_values/* struct */.w3)(object, 'metadata');
    const at = root.in('metadata');
    const [name, generateName, namespace] = [
        (0,validation_values/* text */.Qq)(metadata, 'name'),
        (0,validation_values/* text */.Qq)(metadata, 'generateName'),
        (0,validation_values/* text */.Qq)(metadata, 'namespace'),
    ];
    if (generateName !== '')
        faults.all(at.in('generateName'), generateName, form(asPrefix(generateName)));
    // Where there is no name, the server makes one of the prefix before it judges.
    const made = generateName === '' ? '' : `${generateName.slice(0, 58)}x2zvb`;
    if (name !== '')
        faults.all(at.in('name'), name, form(name));
    else if (made !== '')
        faults.all(at.called('name', 'generateName'), made, form(made));
    else if ((0,validation_values/* text */.Qq)(object, 'kind') !== 'LimitRange')
        faults.required(at.in('name'), 'name or generateName is required');
    if (namespace !== '' && isNamespaced(object))
        faults.all(at.in('namespace'), namespace, dnsLabel(namespace));
    if (!generated.has((0,validation_values/* text */.Qq)(object, 'kind')))
        faults.nonNegative(at.in('generation'), (0,validation_values/* number */.ai)(metadata, 'generation'));
    judgeTemplateMeta(metadata, at, faults);
    judgeOwners(metadata, at.in('ownerReferences'), faults);
    (0,validation_values/* strings */.P$)(metadata, 'finalizers').forEach((finalizer, index) => {
        if (finalizers)
            judgeFinalizer(at.in('finalizers').item(index), finalizer, faults);
        faults.all(at.in('finalizers'), finalizer, qualifiedName(finalizer));
    });
}
/** Kinds whose generation the server counts itself, whatever was given. */
const generated = new Set(('PriorityClass IngressClass NetworkPolicy Ingress EndpointSlice PodDisruptionBudget FlowSchema ' +
    'PriorityLevelConfiguration DaemonSet StatefulSet Deployment ReplicaSet Job CronJob Pod PodTemplate ' +
    'ReplicationController MutatingWebhookConfiguration ValidatingWebhookConfiguration CustomResourceDefinition').split(' '));
const clusterScoped = new Set([
    'ClusterRole',
    'ClusterRoleBinding',
    'CustomResourceDefinition',
    'APIService',
    'FlowSchema',
    'PriorityLevelConfiguration',
    'IngressClass',
    'RuntimeClass',
    'PriorityClass',
    'CSIDriver',
    'StorageClass',
    'Namespace',
    'Node',
    'PersistentVolume',
    'MutatingWebhookConfiguration',
    'ValidatingWebhookConfiguration',
]);
function isNamespaced(object) {
    return !clusterScoped.has((0,validation_values/* text */.Qq)(object, 'kind'));
}

// EXTERNAL MODULE: ./lib/manifests/custom/expressions.js
var custom_expressions = __webpack_require__(9491);
// EXTERNAL MODULE: ./lib/manifests/graph/nearness.js
var nearness = __webpack_require__(3744);
;// CONCATENATED MODULE: ./lib/manifests/schema/suggestion.js

/** The word that was probably meant, if one is near enough. */
function nearest(word, candidates) {
    const small = word.toLowerCase();
    let [best, fewest] = [
        undefined,
        Math.max(1, Math.min(3, Math.floor(word.length / 3))) + 1,
    ];
    for (const candidate of candidates) {
        if (candidate.length === word.length && candidate.toLowerCase() === small)
            return candidate;
        if (Math.abs(candidate.length - word.length) >= fewest)
            continue;
        const edits = (0,nearness/* distance */.Io)(small, candidate.toLowerCase(), fewest);
        if (edits < fewest)
            [best, fewest] = [candidate, edits];
    }
    return best;
}

;// CONCATENATED MODULE: ./lib/manifests/custom/pruning.js


const resourceFields = ['apiVersion', 'kind', 'metadata'];
function report({ problems, path, field }, name, known) {
    const meant = nearest(name, known);
    const whole = field === '' ? name : `${field}.${name}`;
    problems.push({
        stage: 'strict',
        type: 'UnknownField',
        field: whole,
        path: [...path, name],
        message: `\`${whole}\` is not in the schema of its definition${meant === undefined ? '' : `; did you mean \`${meant}\`?`}`,
        remediation: meant === undefined ? `Delete \`${name}\`.` : `Write \`${meant}\`.`,
    });
}
function inner({ problems, path, field }, step) {
    const shown = typeof step === 'number' ? `${field}[${step}]` : field === '' ? step : `${field}.${step}`;
    return { problems, path: [...path, step], field: shown };
}
function visitObject(value, schema, isResource, visit) {
    const properties = (0,validation_values/* child */.jf)(schema, 'properties') ?? {};
    const more = (0,validation_values/* objectOf */.Xy)(schema['additionalProperties'] ?? null);
    const open = more !== undefined || schema['additionalProperties'] === true;
    const keeps = (0,validation_values/* flag */.Jt)(schema, 'x-kubernetes-preserve-unknown-fields') === true;
    for (const [name, one] of Object.entries(value)) {
        if (isResource && resourceFields.includes(name))
            continue;
        const own = (0,validation_values/* objectOf */.Xy)(properties[name] ?? null);
        if (own !== undefined)
            visitValue(one ?? null, own, inner(visit, name));
        else if (more !== undefined)
            visitValue(one ?? null, more, inner(visit, name));
        else if (!open && !keeps)
            report(visit, name, Object.keys(properties));
    }
}
function visitValue(value, schema, visit) {
    if (Array.isArray(value)) {
        const items = (0,validation_values/* child */.jf)(schema, 'items');
        if (items === undefined)
            return;
        for (const [index, item] of value.entries())
            visitValue(item, items, inner(visit, index));
        return;
    }
    const object = (0,validation_values/* objectOf */.Xy)(value);
    if (object !== undefined)
        visitObject(object, schema, (0,validation_values/* flag */.Jt)(schema, 'x-kubernetes-embedded-resource') === true, visit);
}
/** Fields that the server would prune, and refuses with strict validation. */
function prunedFields(value, schema) {
    const problems = [];
    visitObject(value, schema, true, { problems, path: [], field: '' });
    return problems;
}

// EXTERNAL MODULE: ./lib/manifests/graph/json.js
var json = __webpack_require__(9199);
// EXTERNAL MODULE: ./lib/manifests/sameness.js
var sameness = __webpack_require__(4841);
;// CONCATENATED MODULE: ./lib/manifests/validation/addresses.js
function parse4(text) {
    const octets = text.split('.');
    if (octets.length !== 4 || octets.some((octet) => !/^\d{1,}$/.test(octet) || Number(octet) > 255))
        return undefined;
    return octets.reduce((value, octet) => value * 256n + BigInt(Number(octet)), 0n);
}
function groups(text) {
    if (text === '')
        return [];
    const parts = text.split(':');
    const last = parts.at(-1) ?? '';
    if (last.includes('.')) {
        const embedded = parse4(last);
        if (embedded === undefined)
            return undefined;
        parts.splice(-1, 1, (embedded >> 16n).toString(16), (embedded & 0xffffn).toString(16));
    }
    return parts.every((part) => /^[0-9a-fA-F]{1,4}$/.test(part)) ? parts : undefined;
}
function parse6(text) {
    const halves = text.split('::');
    if (halves.length > 2)
        return undefined;
    const [head, tail] = [groups(halves[0] ?? ''), halves.length === 2 ? groups(halves[1] ?? '') : []];
    if (head === undefined || tail === undefined)
        return undefined;
    const missing = 8 - head.length - tail.length;
    if (halves.length === 2 ? missing < 1 : missing !== 0)
        return undefined;
    const all = [...head, ...Array(missing).fill('0'), ...tail];
    return all.reduce((value, group) => value * 65536n + BigInt(`0x${group}`), 0n);
}
function parseAddress(text) {
    if (!text.includes(':')) {
        const value = parse4(text);
        return value === undefined ? undefined : { bits: 32, value };
    }
    const value = parse6(text);
    return value === undefined ? undefined : { bits: 128, value };
}
function parseBlock(text) {
    const slash = text.indexOf('/');
    if (slash < 0)
        return undefined;
    const [address, length] = [parseAddress(text.slice(0, slash)), text.slice(slash + 1)];
    if (address === undefined || !/^\d{1,4}$/.test(length) || Number(length) > address.bits)
        return undefined;
    return { address, length: Number(length) };
}
/** Whether the second block lies in the first and is smaller. */
function isStrictSubset(outer, inner) {
    if (outer.address.bits !== inner.address.bits || outer.length >= inner.length)
        return false;
    const shift = BigInt(outer.address.bits - outer.length);
    return outer.address.value >> shift === inner.address.value >> shift;
}
const addressReason = ['must be an IP address such as `10.9.8.7` or `2001:db8::ffff`'];
const blockReason = ['must be a CIDR such as `10.9.8.0/24` or `2001:db8::/64`'];
function addressForm(text) {
    return parseAddress(text) === undefined ? addressReason : [];
}
function blockForm(text) {
    return parseBlock(text) === undefined ? blockReason : [];
}

;// CONCATENATED MODULE: ./lib/manifests/custom/formats.js

const date = /^\d{4}-(0[1-9]|1[0-2])-(0[1-9]|[12]\d|3[01])$/;
const time = /^\d{4}-\d\d-\d\d[Tt]\d\d:\d\d:\d\d(\.\d+)?([Zz]|[+-]\d\d:?\d\d)$/;
/** Formats of strings that the server checks; all others are words for people. */
const formats = {
    date: (text) => date.test(text),
    'date-time': (text) => time.test(text) && date.test(text.slice(0, 10)),
    ipv4: (text) => parseAddress(text)?.bits === 32,
    ipv6: (text) => parseAddress(text)?.bits === 128,
    cidr: (text) => parseBlock(text) !== undefined,
    uuid: (text) => /^[0-9a-f]{8}-?[0-9a-f]{4}-?[0-9a-f]{4}-?[0-9a-f]{4}-?[0-9a-f]{12}$/i.test(text),
    byte: (text) => /^[A-Za-z0-9+/]*={0,2}$/.test(text) && text.length % 4 === 0,
};
function hasFormat(text, format) {
    return formats[format]?.(text) ?? true;
}

;// CONCATENATED MODULE: ./lib/manifests/custom/values.js
var _a;





function typeOf(value) {
    if (value === null)
        return 'null';
    if (Array.isArray(value))
        return 'array';
    return typeof value === 'number' ? (Number.isInteger(value) ? 'integer' : 'number') : typeof value;
}
function fits(value, schema) {
    const [own, type] = [typeOf(value), (0,validation_values/* text */.Qq)(schema, 'type')];
    if ((0,validation_values/* flag */.Jt)(schema, 'x-kubernetes-int-or-string') === true)
        return own === 'integer' || own === 'string';
    return type === '' || own === type || (type === 'number' && own === 'integer');
}
/** Judges values by the schema of a custom resource, after defaulting. k8s.io/kube-openapi/pkg/validation/validate. */
class SchemaJudge {
    #faults;
    #matches;
    constructor(faults, matches) {
        this.#faults = faults;
        this.#matches = matches;
    }
    judge(value, schema, at) {
        if (value === null && (0,validation_values/* flag */.Jt)(schema, 'nullable') === true)
            return;
        if (!fits(value, schema)) {
            const wanted = (0,validation_values/* flag */.Jt)(schema, 'x-kubernetes-int-or-string') === true ? 'an integer or a string' : (0,validation_values/* text */.Qq)(schema, 'type');
            this.#faults.typeInvalid(at, value, `must be of type ${wanted}`);
            return;
        }
        const choices = (0,validation_values/* list */.p_)(schema, 'enum');
        if (choices.length > 0 && !choices.some((choice) => (0,sameness/* isSame */.F)(choice, value)))
            this.#faults.notSupported(at, value, choices.map(json/* asText */.e1));
        if (typeof value === 'string')
            this.#string(value, schema, at);
        else if (typeof value === 'number')
            this.#number(value, schema, at);
        else if (Array.isArray(value))
            this.#list(value, schema, at);
        else if (typeof value === 'object' && value !== null)
            this.#object(value, schema, at);
        this.#logic(value, schema, at);
    }
    #string(value, schema, at) {
        const length = [...value].length;
        const [most, least] = [(0,validation_values/* number */.ai)(schema, 'maxLength'), (0,validation_values/* number */.ai)(schema, 'minLength')];
        if (most !== undefined && length > most)
            this.#faults.tooLong(at, most);
        if (least !== undefined && length < least)
            this.#faults.invalid(at, value, `should be at least ${least} chars long`);
        const pattern = (0,validation_values/* text */.Qq)(schema, 'pattern');
        if (pattern !== '' && this.#matches(pattern, value) === false)
            this.#faults.invalid(at, value, `should match \`${pattern}\``);
        const format = (0,validation_values/* text */.Qq)(schema, 'format');
        if (!hasFormat(value, format))
            this.#faults.typeInvalid(at, value, `must be of type ${format}`);
    }
    #number(value, schema, at) {
        const [most, least, step] = [(0,validation_values/* number */.ai)(schema, 'maximum'), (0,validation_values/* number */.ai)(schema, 'minimum'), (0,validation_values/* number */.ai)(schema, 'multipleOf')];
        const [below, above] = [(0,validation_values/* flag */.Jt)(schema, 'exclusiveMaximum') === true, (0,validation_values/* flag */.Jt)(schema, 'exclusiveMinimum') === true];
        if (most !== undefined && (below ? value >= most : value > most))
            this.#faults.invalid(at, value, `should be less than ${below ? '' : 'or equal to '}${most}`);
        if (least !== undefined && (above ? value <= least : value < least))
            this.#faults.invalid(at, value, `should be greater than ${above ? '' : 'or equal to '}${least}`);
        if (step !== undefined && step > 0 && !Number.isInteger(value / step))
            this.#faults.invalid(at, value, `should be a multiple of ${step}`);
        if ((0,validation_values/* text */.Qq)(schema, 'format') === 'int32' && Math.abs(value) > 2 ** 31)
            this.#faults.typeInvalid(at, value, 'must be of type int32');
    }
    #list(value, schema, at) {
        const [most, least, items] = [(0,validation_values/* number */.ai)(schema, 'maxItems'), (0,validation_values/* number */.ai)(schema, 'minItems'), (0,validation_values/* child */.jf)(schema, 'items')];
        if (most !== undefined && value.length > most)
            this.#faults.tooMany(at, value.length, most);
        if (least !== undefined && value.length < least)
            this.#faults.invalid(at, value.length, `should have at least ${least} items`);
        if (items === undefined)
            return;
        for (const [index, item] of value.entries())
            this.judge(item, items, at.item(index));
    }
    #object(value, schema, at) {
        const count = Object.keys(value).length;
        const [most, least] = [(0,validation_values/* number */.ai)(schema, 'maxProperties'), (0,validation_values/* number */.ai)(schema, 'minProperties')];
        if (most !== undefined && count > most)
            this.#faults.tooMany(at, count, most);
        if (least !== undefined && count < least)
            this.#faults.invalid(at, count, `should have at least ${least} properties`);
        for (const name of (0,validation_values/* strings */.P$)(schema, 'required'))
            if (!Object.hasOwn(value, name))
                this.#faults.required(at.in(name));
        const properties = (0,validation_values/* child */.jf)(schema, 'properties') ?? {};
        const more = (0,validation_values/* objectOf */.Xy)(schema['additionalProperties'] ?? null);
        for (const [name, one] of (0,validation_values/* entries */.jO)({ value }, 'value')) {
            const own = (0,validation_values/* objectOf */.Xy)(properties[name] ?? null) ?? more;
            if (own !== undefined)
                this.judge(one, own, at.in(name));
        }
    }
    /** Whether a value keeps a schema, without a word about it. */
    #keeps(value, schema, at) {
        const faults = new validation_faults/* Faults */.C();
        new _a(faults, this.#matches).judge(value, schema, at);
        return faults.count === 0;
    }
    #logic(value, schema, at) {
        for (const one of (0,validation_values/* structs */.vz)(schema, 'allOf'))
            this.judge(value, one, at);
        const kept = (name) => (0,validation_values/* structs */.vz)(schema, name).filter((one) => this.#keeps(value, one, at)).length;
        if ((0,validation_values/* structs */.vz)(schema, 'anyOf').length > 0 && kept('anyOf') === 0)
            this.#faults.invalid(at, value, 'must keep at least one of the schemas of anyOf');
        if ((0,validation_values/* structs */.vz)(schema, 'oneOf').length > 0 && kept('oneOf') !== 1)
            this.#faults.invalid(at, value, 'must keep one and only one of the schemas of oneOf');
        const negated = (0,validation_values/* child */.jf)(schema, 'not');
        if (negated !== undefined && this.#keeps(value, negated, at))
            this.#faults.invalid(at, value, 'must not keep the schema of not');
    }
}
_a = SchemaJudge;
/** Lists that are sets or maps have no item twice. */
function judgeUniqueItems(value, schema, at, faults) {
    if (Array.isArray(value)) {
        const kind = (0,validation_values/* optional */.lq)(schema, 'x-kubernetes-list-type');
        const keys = (0,validation_values/* strings */.P$)(schema, 'x-kubernetes-list-map-keys');
        const seen = new Set();
        for (const [index, item] of value.entries()) {
            const own = kind === 'map' ? keys.map((key) => (0,validation_values/* objectOf */.Xy)(item)?.[key] ?? null) : item;
            const identity = JSON.stringify(own);
            if ((kind === 'map' || kind === 'set') && seen.has(identity))
                faults.duplicate(at.item(index), own);
            seen.add(identity);
            const items = (0,validation_values/* child */.jf)(schema, 'items');
            if (items !== undefined)
                judgeUniqueItems(item, items, at.item(index), faults);
        }
        return;
    }
    const object = (0,validation_values/* objectOf */.Xy)(value);
    const properties = (0,validation_values/* child */.jf)(schema, 'properties') ?? {};
    for (const [name, one] of (0,validation_values/* entries */.jO)({ object: object ?? null }, 'object')) {
        const own = (0,validation_values/* objectOf */.Xy)(properties[name] ?? null) ?? (0,validation_values/* objectOf */.Xy)(schema['additionalProperties'] ?? null);
        if (own !== undefined)
            judgeUniqueItems(one, own, at.in(name), faults);
    }
}
/** A value with the defaults of its schema in it; null where a default is and null is not allowed counts as absent. */
function withDefaults(value, schema) {
    if (Array.isArray(value)) {
        const items = (0,validation_values/* child */.jf)(schema, 'items');
        return items === undefined ? value : value.map((item) => withDefaults(item, items));
    }
    const object = (0,validation_values/* objectOf */.Xy)(value);
    if (object === undefined)
        return value;
    const filled = { ...object };
    for (const [name, one] of (0,validation_values/* entries */.jO)(schema, 'properties')) {
        const own = (0,validation_values/* objectOf */.Xy)(one) ?? {};
        const fallback = own['default'];
        const given = filled[name];
        if (fallback !== undefined && (given === undefined || (given === null && (0,validation_values/* flag */.Jt)(own, 'nullable') !== true)))
            filled[name] = fallback;
        const now = filled[name];
        if (now !== undefined)
            filled[name] = withDefaults(now, own);
    }
    const more = (0,validation_values/* objectOf */.Xy)(schema['additionalProperties'] ?? null);
    if (more !== undefined)
        for (const [name, one] of Object.entries(filled))
            filled[name] = withDefaults(one ?? null, more);
    return filled;
}

;// CONCATENATED MODULE: ./lib/manifests/custom/resource.js








/** All reasons for which the API server would not create a custom resource whose definition is known. */
function customProblems(manifest, { schema }, matches, evaluate) {
    const faults = new validation_faults/* Faults */.C();
    judgeMetadata(manifest.value, dnsSubdomain, faults, false);
    if (schema === undefined)
        return faults.problems;
    const value = (0,validation_values/* objectOf */.Xy)(withDefaults(manifest.value, schema)) ?? {};
    const { metadata, ...rest } = value;
    const before = faults.count;
    // Of its own metadata the server has judged all that a schema may narrow, but for names, which are a matter of strings.
    new SchemaJudge(faults, matches).judge(rest, { ...schema, required: withoutMetadata(schema['required']) }, root);
    if (faults.count === before)
        judgeUniqueItems(value, schema, root, faults);
    const expressions = evaluate === undefined ? [] : (0,custom_expressions/* expressionProblems */.Tw)(named(value), schema, faults.problems, root, evaluate);
    return [...prunedFields(manifest.value, schema), ...faults.problems, ...expressions];
}
/** Of the metadata, expressions see the names alone. */
function named(value) {
    const { name, generateName } = (0,validation_values/* objectOf */.Xy)(value['metadata'] ?? null) ?? {};
    const metadata = { ...(name === undefined ? {} : { name }), ...(generateName === undefined ? {} : { generateName }) };
    return { ...value, metadata };
}
function withoutMetadata(required) {
    return Array.isArray(required) ? required.filter((name) => typeof name === 'string' && name !== 'metadata') : [];
}

// EXTERNAL MODULE: ./lib/manifests/diagnosis.js + 2 modules
var diagnosis = __webpack_require__(2973);
;// CONCATENATED MODULE: ./lib/manifests/mending/api-version.js
/** Versions of which the later has the same fields with the same meaning and defaults, from k8s.io/api and the deprecation guide. */
const alike = {
    'apps/v1beta2 apps/v1': ['DaemonSet', 'Deployment', 'ReplicaSet', 'StatefulSet'],
    'autoscaling/v2beta2 autoscaling/v2': ['HorizontalPodAutoscaler'],
    'batch/v1beta1 batch/v1': ['CronJob'],
    'coordination.k8s.io/v1beta1 coordination.k8s.io/v1': ['Lease'],
    'networking.k8s.io/v1beta1 networking.k8s.io/v1': ['IngressClass'],
    'policy/v1beta1 policy/v1': ['PodDisruptionBudget'],
    'rbac.authorization.k8s.io/v1beta1 rbac.authorization.k8s.io/v1': [
        'ClusterRole',
        'ClusterRoleBinding',
        'Role',
        'RoleBinding',
    ],
    'scheduling.k8s.io/v1beta1 scheduling.k8s.io/v1': ['PriorityClass'],
    'storage.k8s.io/v1beta1 storage.k8s.io/v1': ['CSIDriver', 'CSINode', 'CSIStorageCapacity', 'StorageClass'],
};
const laterOf = new Map(Object.entries(alike).flatMap(([pair, kinds]) => {
    const [from = '', to = ''] = pair.split(' ');
    return kinds.map((kind) => [`${from} ${kind}`, to]);
}));
/** In policy/v1beta1 an empty selector meant no pods, in policy/v1 it means all of them. */
function changesMeaning({ kind, spec }) {
    if (kind !== 'PodDisruptionBudget')
        return false;
    const selector = typeof spec === 'object' && spec !== null ? spec['selector'] : undefined;
    return typeof selector !== 'object' || selector === null || Object.values(selector).every(isEmpty);
}
const isEmpty = (value) => value === undefined || value === null || Object.keys(value).length === 0;
/** The later version of the same API, where nothing but its name is different for this object. */
function laterVersion(value) {
    const { apiVersion, kind } = value;
    const to = laterOf.get(`${String(apiVersion)} ${String(kind)}`);
    if (to === undefined || changesMeaning(value))
        return undefined;
    return { action: 'replace', from: String(apiVersion), to };
}

;// CONCATENATED MODULE: ./lib/manifests/schema/table.js
/** Made by scripts/schema-table.mjs from the OpenAPI files of Kubernetes 1.29, 1.30, 1.31, 1.32, 1.33, 1.34, 1.35, 1.36. Do not edit. */
const table_minors = [29, 30, 31, 32, 33, 34, 35, 36];
/** One type a line: name, kinds, fields. Types: see type.ts. */
const table = 'ApplyConfiguration  expression:s\nAuditAnnotation  key:s! valueExpression:s!\nExpressionWarning  fieldRef:s! warning:s!\nJSONPatch  expression:s\nMatchCondition  expression:s! name:s!\nMatchResources  excludeResourceRules:[16 matchPolicy:s namespaceSelector:902 objectSelector:902 resourceRules:[16\nMutatingAdmissionPolicy admissionregistration.k8s.io/v1/MutatingAdmissionPolicy=C>36 apiVersion:s kind:s metadata:906 spec:11\nMutatingAdmissionPolicyBinding admissionregistration.k8s.io/v1/MutatingAdmissionPolicyBinding=C>36 apiVersion:s kind:s metadata:906 spec:9\nMutatingAdmissionPolicyBindingList admissionregistration.k8s.io/v1/MutatingAdmissionPolicyBindingList=X>36 apiVersion:s items:[7! kind:s metadata:904\nMutatingAdmissionPolicyBindingSpec  matchResources:5 paramRef:18 policyName:s\nMutatingAdmissionPolicyList admissionregistration.k8s.io/v1/MutatingAdmissionPolicyList=X>36 apiVersion:s items:[6! kind:s metadata:904\nMutatingAdmissionPolicySpec  failurePolicy:s matchConditions:[4@name matchConstraints:5 mutations:[15 paramKind:17 reinvocationPolicy:s variables:[33\nMutatingWebhook  admissionReviewVersions:[s! clientConfig:34! failurePolicy:s matchConditions:[4@name matchPolicy:s name:s! namespaceSelector:902 objectSelector:902 reinvocationPolicy:s rules:[19 sideEffects:s! timeoutSeconds:i\nMutatingWebhookConfiguration admissionregistration.k8s.io/v1/MutatingWebhookConfiguration=C apiVersion:s kind:s metadata:906 webhooks:[12@name\nMutatingWebhookConfigurationList admissionregistration.k8s.io/v1/MutatingWebhookConfigurationList=X apiVersion:s items:[13! kind:s metadata:904\nMutation  applyConfiguration:0 jsonPatch:3 patchType:s!\nNamedRuleWithOperations  apiGroups:[s apiVersions:[s operations:[s resourceNames:[s resources:[s scope:s\nParamKind  apiVersion:s kind:s\nParamRef  name:s namespace:s parameterNotFoundAction:s selector:902\nRuleWithOperations  apiGroups:[s apiVersions:[s operations:[s resources:[s scope:s\nServiceReference  name:s! namespace:s! path:s port:i\nTypeChecking  expressionWarnings:[2\nValidatingAdmissionPolicy admissionregistration.k8s.io/v1/ValidatingAdmissionPolicy=C>30 apiVersion:s kind:s metadata:906 spec:27 status:28\nValidatingAdmissionPolicyBinding admissionregistration.k8s.io/v1/ValidatingAdmissionPolicyBinding=C>30 apiVersion:s kind:s metadata:906 spec:25!\nValidatingAdmissionPolicyBindingList admissionregistration.k8s.io/v1/ValidatingAdmissionPolicyBindingList=X>30 apiVersion:s items:[23! kind:s metadata:904\nValidatingAdmissionPolicyBindingSpec  matchResources:5 paramRef:18 policyName:s! validationActions:[s!\nValidatingAdmissionPolicyList admissionregistration.k8s.io/v1/ValidatingAdmissionPolicyList=X>30 apiVersion:s items:[22! kind:s metadata:904\nValidatingAdmissionPolicySpec  auditAnnotations:[1 failurePolicy:s matchConditions:[4@name matchConstraints:5 paramKind:17 validations:[32 variables:[33@name\nValidatingAdmissionPolicyStatus  conditions:[897@type observedGeneration:l typeChecking:21\nValidatingWebhook  admissionReviewVersions:[s! clientConfig:34! failurePolicy:s matchConditions:[4@name matchPolicy:s name:s! namespaceSelector:902 objectSelector:902 rules:[19 sideEffects:s! timeoutSeconds:i\nValidatingWebhookConfiguration admissionregistration.k8s.io/v1/ValidatingWebhookConfiguration=C apiVersion:s kind:s metadata:906 webhooks:[29@name\nValidatingWebhookConfigurationList admissionregistration.k8s.io/v1/ValidatingWebhookConfigurationList=X apiVersion:s items:[30! kind:s metadata:904\nValidation  expression:s! message:s messageExpression:s reason:s\nVariable  expression:s! name:s!\nWebhookClientConfig  caBundle:y service:20 url:s\nApplyConfiguration  expression:s\nAuditAnnotation  key:s! valueExpression:s!\nExpressionWarning  fieldRef:s! warning:s!\nJSONPatch  expression:s\nMatchCondition  expression:s! name:s!\nMatchResources  excludeResourceRules:[48 matchPolicy:s namespaceSelector:902 objectSelector:902 resourceRules:[48\nMutatingAdmissionPolicy admissionregistration.k8s.io/v1alpha1/MutatingAdmissionPolicy=C>32 apiVersion:s kind:s metadata:906 spec:46\nMutatingAdmissionPolicyBinding admissionregistration.k8s.io/v1alpha1/MutatingAdmissionPolicyBinding=C>32 apiVersion:s kind:s metadata:906 spec:44\nMutatingAdmissionPolicyBindingList admissionregistration.k8s.io/v1alpha1/MutatingAdmissionPolicyBindingList=X>32 apiVersion:s items:[42! kind:s metadata:904\nMutatingAdmissionPolicyBindingSpec  matchResources:40 paramRef:50 policyName:s\nMutatingAdmissionPolicyList admissionregistration.k8s.io/v1alpha1/MutatingAdmissionPolicyList=X>32 apiVersion:s items:[41! kind:s metadata:904\nMutatingAdmissionPolicySpec  failurePolicy:s matchConditions:[39@name matchConstraints:40 mutations:[47 paramKind:49 reinvocationPolicy:s variables:[60\nMutation  applyConfiguration:35 jsonPatch:38 patchType:s!\nNamedRuleWithOperations  apiGroups:[s apiVersions:[s operations:[s resourceNames:[s resources:[s scope:s\nParamKind  apiVersion:s kind:s\nParamRef  name:s namespace:s parameterNotFoundAction:s selector:902\nTypeChecking  expressionWarnings:[37\nValidatingAdmissionPolicy admissionregistration.k8s.io/v1alpha1/ValidatingAdmissionPolicy=C<32 apiVersion:s kind:s metadata:906 spec:57 status:58\nValidatingAdmissionPolicyBinding admissionregistration.k8s.io/v1alpha1/ValidatingAdmissionPolicyBinding=C<32 apiVersion:s kind:s metadata:906 spec:55\nValidatingAdmissionPolicyBindingList admissionregistration.k8s.io/v1alpha1/ValidatingAdmissionPolicyBindingList=X<32 apiVersion:s items:[53! kind:s metadata:904\nValidatingAdmissionPolicyBindingSpec  matchResources:40 paramRef:50 policyName:s validationActions:[s\nValidatingAdmissionPolicyList admissionregistration.k8s.io/v1alpha1/ValidatingAdmissionPolicyList=X<32 apiVersion:s items:[52! kind:s metadata:904\nValidatingAdmissionPolicySpec  auditAnnotations:[36 failurePolicy:s matchConditions:[39@name matchConstraints:40 paramKind:49 validations:[59 variables:[60@name\nValidatingAdmissionPolicyStatus  conditions:[897@type observedGeneration:l typeChecking:51\nValidation  expression:s! message:s messageExpression:s reason:s\nVariable  expression:s! name:s!\nApplyConfiguration  expression:s\nAuditAnnotation  key:s! valueExpression:s!\nExpressionWarning  fieldRef:s! warning:s!\nJSONPatch  expression:s\nMatchCondition  expression:s! name:s!\nMatchResources  excludeResourceRules:[74 matchPolicy:s namespaceSelector:902 objectSelector:902 resourceRules:[74\nMutatingAdmissionPolicy admissionregistration.k8s.io/v1beta1/MutatingAdmissionPolicy=C>34 apiVersion:s kind:s metadata:906 spec:72\nMutatingAdmissionPolicyBinding admissionregistration.k8s.io/v1beta1/MutatingAdmissionPolicyBinding=C>34 apiVersion:s kind:s metadata:906 spec:70\nMutatingAdmissionPolicyBindingList admissionregistration.k8s.io/v1beta1/MutatingAdmissionPolicyBindingList=X>34 apiVersion:s items:[68! kind:s metadata:904\nMutatingAdmissionPolicyBindingSpec  matchResources:66 paramRef:76 policyName:s\nMutatingAdmissionPolicyList admissionregistration.k8s.io/v1beta1/MutatingAdmissionPolicyList=X>34 apiVersion:s items:[67! kind:s metadata:904\nMutatingAdmissionPolicySpec  failurePolicy:s matchConditions:[65@name matchConstraints:66 mutations:[73 paramKind:75 reinvocationPolicy:s variables:[86\nMutation  applyConfiguration:61 jsonPatch:64 patchType:s!\nNamedRuleWithOperations  apiGroups:[s apiVersions:[s operations:[s resourceNames:[s resources:[s scope:s\nParamKind  apiVersion:s kind:s\nParamRef  name:s namespace:s parameterNotFoundAction:s selector:902\nTypeChecking  expressionWarnings:[63\nValidatingAdmissionPolicy admissionregistration.k8s.io/v1beta1/ValidatingAdmissionPolicy=C<34 apiVersion:s kind:s metadata:906 spec:83 status:84\nValidatingAdmissionPolicyBinding admissionregistration.k8s.io/v1beta1/ValidatingAdmissionPolicyBinding=C<34 apiVersion:s kind:s metadata:906 spec:81\nValidatingAdmissionPolicyBindingList admissionregistration.k8s.io/v1beta1/ValidatingAdmissionPolicyBindingList=X<34 apiVersion:s items:[79! kind:s metadata:904\nValidatingAdmissionPolicyBindingSpec  matchResources:66 paramRef:76 policyName:s validationActions:[s\nValidatingAdmissionPolicyList admissionregistration.k8s.io/v1beta1/ValidatingAdmissionPolicyList=X<34 apiVersion:s items:[78! kind:s metadata:904\nValidatingAdmissionPolicySpec  auditAnnotations:[62 failurePolicy:s matchConditions:[65@name matchConstraints:66 paramKind:75 validations:[85 variables:[86@name\nValidatingAdmissionPolicyStatus  conditions:[897@type observedGeneration:l typeChecking:77\nValidation  expression:s! message:s messageExpression:s reason:s\nVariable  expression:s! name:s!\nServerStorageVersion  apiServerID:s! decodableVersions:[s! encodingVersion:s! servedVersions:[s\nStorageVersion internal.apiserver.k8s.io/v1alpha1/StorageVersion=C apiVersion:s kind:s metadata:906! spec:91 status:92\nStorageVersionCondition  lastTransitionTime:t message:s! observedGeneration:l reason:s! status:s! type:s!\nStorageVersionList internal.apiserver.k8s.io/v1alpha1/StorageVersionList=X apiVersion:s items:[88! kind:s metadata:904\nStorageVersionSpec  \nStorageVersionStatus  commonEncodingVersion:s conditions:[89@type storageVersions:[87@apiServerID\nControllerRevision apps/v1/ControllerRevision=N apiVersion:s data:o kind:s metadata:906 revision:l!\nControllerRevisionList apps/v1/ControllerRevisionList=X apiVersion:s items:[93! kind:s metadata:904\nDaemonSet apps/v1/DaemonSet=N apiVersion:s kind:s metadata:906 spec:98 status:99\nDaemonSetCondition  lastTransitionTime:t message:s reason:s status:s! type:s!\nDaemonSetList apps/v1/DaemonSetList=X apiVersion:s items:[95! kind:s metadata:904\nDaemonSetSpec  minReadySeconds:i revisionHistoryLimit:i selector:902! template:386! updateStrategy:100\nDaemonSetStatus  collisionCount:i conditions:[96@type currentNumberScheduled:i! desiredNumberScheduled:i! numberAvailable:i numberMisscheduled:i! numberReady:i! numberUnavailable:i observedGeneration:l updatedNumberScheduled:i\nDaemonSetUpdateStrategy  rollingUpdate:112 type:s\nDeployment apps/v1/Deployment=N apiVersion:s kind:s metadata:906 spec:104 status:105\nDeploymentCondition  lastTransitionTime:t lastUpdateTime:t message:s reason:s status:s! type:s!\nDeploymentList apps/v1/DeploymentList=X apiVersion:s items:[101! kind:s metadata:904\nDeploymentSpec  minReadySeconds:i paused:b progressDeadlineSeconds:i replicas:i revisionHistoryLimit:i selector:902! strategy:106 template:386!\nDeploymentStatus  availableReplicas:i collisionCount:i conditions:[102@type observedGeneration:l readyReplicas:i replicas:i terminatingReplicas:i>33 unavailableReplicas:i updatedReplicas:i\nDeploymentStrategy  rollingUpdate:113 type:s\nReplicaSet apps/v1/ReplicaSet=N apiVersion:s kind:s metadata:906 spec:110 status:111\nReplicaSetCondition  lastTransitionTime:t message:s reason:s status:s! type:s!\nReplicaSetList apps/v1/ReplicaSetList=X apiVersion:s items:[107! kind:s metadata:904\nReplicaSetSpec  minReadySeconds:i replicas:i selector:902! template:386\nReplicaSetStatus  availableReplicas:i conditions:[108@type fullyLabeledReplicas:i observedGeneration:l readyReplicas:i replicas:i! terminatingReplicas:i>33\nRollingUpdateDaemonSet  maxSurge:p maxUnavailable:p\nRollingUpdateDeployment  maxSurge:p maxUnavailable:p\nRollingUpdateStatefulSetStrategy  maxUnavailable:p partition:i\nStatefulSet apps/v1/StatefulSet=N apiVersion:s kind:s metadata:906 spec:120 status:121\nStatefulSetCondition  lastTransitionTime:t message:s reason:s status:s! type:s!\nStatefulSetList apps/v1/StatefulSetList=X apiVersion:s items:[115! kind:s metadata:904\nStatefulSetOrdinals  start:i\nStatefulSetPersistentVolumeClaimRetentionPolicy  whenDeleted:s whenScaled:s\nStatefulSetSpec  minReadySeconds:i ordinals:118 persistentVolumeClaimRetentionPolicy:119 podManagementPolicy:s replicas:i revisionHistoryLimit:i selector:902! serviceName:s template:386! updateStrategy:122 volumeClaimTemplates:[353\nStatefulSetStatus  availableReplicas:i collisionCount:i conditions:[116@type currentReplicas:i currentRevision:s observedGeneration:l readyReplicas:i replicas:i! updateRevision:s updatedReplicas:i\nStatefulSetUpdateStrategy  rollingUpdate:114 type:s\nBoundObjectReference  apiVersion:s kind:s name:s uid:s\nSelfSubjectReview authentication.k8s.io/v1/SelfSubjectReview=C apiVersion:s kind:s metadata:906 status:125\nSelfSubjectReviewStatus  userInfo:132\nTokenRequest authentication.k8s.io/v1/TokenRequest=X apiVersion:s kind:s metadata:906 spec:127 status:128\nTokenRequestSpec  audiences:[s boundObjectRef:123 expirationSeconds:l\nTokenRequestStatus  expirationTimestamp:t token:s\nTokenReview authentication.k8s.io/v1/TokenReview=C apiVersion:s kind:s metadata:906 spec:130! status:131\nTokenReviewSpec  audiences:[s token:s!\nTokenReviewStatus  audiences:[s authenticated:b error:s user:132\nUserInfo  extra:{[s groups:[s uid:s username:s\nSelfSubjectReview authentication.k8s.io/v1alpha1/SelfSubjectReview=C<32 apiVersion:s kind:s metadata:906 status:134\nSelfSubjectReviewStatus  userInfo:132\nSelfSubjectReview authentication.k8s.io/v1beta1/SelfSubjectReview=C<33 apiVersion:s kind:s metadata:906 status:136\nSelfSubjectReviewStatus  userInfo:132\nFieldSelectorAttributes  rawSelector:s requirements:[899\nLabelSelectorAttributes  rawSelector:s requirements:[903\nLocalSubjectAccessReview authorization.k8s.io/v1/LocalSubjectAccessReview=N apiVersion:s kind:s metadata:906 spec:149! status:150\nNonResourceAttributes  path:s verb:s\nNonResourceRule  nonResourceURLs:[s verbs:[s!\nResourceAttributes  fieldSelector:137>31 group:s labelSelector:138>31 name:s namespace:s resource:s subresource:s verb:s version:s\nResourceRule  apiGroups:[s resourceNames:[s resources:[s verbs:[s!\nSelfSubjectAccessReview authorization.k8s.io/v1/SelfSubjectAccessReview=C apiVersion:s kind:s metadata:906 spec:145! status:150\nSelfSubjectAccessReviewSpec  nonResourceAttributes:140 resourceAttributes:142\nSelfSubjectRulesReview authorization.k8s.io/v1/SelfSubjectRulesReview=C apiVersion:s kind:s metadata:906 spec:147! status:151\nSelfSubjectRulesReviewSpec  namespace:s\nSubjectAccessReview authorization.k8s.io/v1/SubjectAccessReview=C apiVersion:s kind:s metadata:906 spec:149! status:150\nSubjectAccessReviewSpec  extra:{[s groups:[s nonResourceAttributes:140 resourceAttributes:142 uid:s user:s\nSubjectAccessReviewStatus  allowed:b! denied:b evaluationError:s reason:s\nSubjectRulesReviewStatus  evaluationError:s incomplete:b! nonResourceRules:[141! resourceRules:[143!\nCrossVersionObjectReference  apiVersion:s kind:s! name:s!\nHorizontalPodAutoscaler autoscaling/v1/HorizontalPodAutoscaler=N apiVersion:s kind:s metadata:906 spec:155! status:156\nHorizontalPodAutoscalerList autoscaling/v1/HorizontalPodAutoscalerList=X apiVersion:s items:[153! kind:s metadata:904\nHorizontalPodAutoscalerSpec  maxReplicas:i! minReplicas:i scaleTargetRef:152! targetCPUUtilizationPercentage:i\nHorizontalPodAutoscalerStatus  currentCPUUtilizationPercentage:i currentReplicas:i! desiredReplicas:i! lastScaleTime:t observedGeneration:l\nScale autoscaling/v1/Scale=X apiVersion:s kind:s metadata:906 spec:158 status:159\nScaleSpec  replicas:i\nScaleStatus  replicas:i! selector:s\nContainerResourceMetricSource  container:s! name:s! target:176!\nContainerResourceMetricStatus  container:s! current:177! name:s!\nCrossVersionObjectReference  apiVersion:s kind:s! name:s!\nExternalMetricSource  metric:173! target:176!\nExternalMetricStatus  current:177! metric:173!\nHPAScalingPolicy  periodSeconds:i! type:s! value:i!\nHPAScalingRules  policies:[165 selectPolicy:s stabilizationWindowSeconds:i tolerance:q>33\nHorizontalPodAutoscaler autoscaling/v2/HorizontalPodAutoscaler=N apiVersion:s kind:s metadata:906 spec:171! status:172\nHorizontalPodAutoscalerBehavior  scaleDown:166 scaleUp:166\nHorizontalPodAutoscalerCondition  lastTransitionTime:t message:s reason:s status:s! type:s!\nHorizontalPodAutoscalerList autoscaling/v2/HorizontalPodAutoscalerList=X apiVersion:s items:[167! kind:s metadata:904\nHorizontalPodAutoscalerSpec  behavior:168 maxReplicas:i! metrics:[174 minReplicas:i scaleTargetRef:162!\nHorizontalPodAutoscalerStatus  conditions:[169@type currentMetrics:[175 currentReplicas:i desiredReplicas:i! lastScaleTime:t observedGeneration:l\nMetricIdentifier  name:s! selector:902\nMetricSpec  containerResource:160 external:163 object:178 pods:180 resource:182 type:s!\nMetricStatus  containerResource:161 external:164 object:179 pods:181 resource:183 type:s!\nMetricTarget  averageUtilization:i averageValue:q type:s! value:q\nMetricValueStatus  averageUtilization:i averageValue:q value:q\nObjectMetricSource  describedObject:162! metric:173! target:176!\nObjectMetricStatus  current:177! describedObject:162! metric:173!\nPodsMetricSource  metric:173! target:176!\nPodsMetricStatus  current:177! metric:173!\nResourceMetricSource  name:s! target:176!\nResourceMetricStatus  current:177! name:s!\nCronJob batch/v1/CronJob=N apiVersion:s kind:s metadata:906 spec:186! status:187\nCronJobList batch/v1/CronJobList=X apiVersion:s items:[184! kind:s metadata:904\nCronJobSpec  concurrencyPolicy:s failedJobsHistoryLimit:i jobTemplate:193! schedule:s! startingDeadlineSeconds:l successfulJobsHistoryLimit:i suspend:b timeZone:s\nCronJobStatus  active:[351 lastScheduleTime:t lastSuccessfulTime:t\nJob batch/v1/Job=N apiVersion:s kind:s metadata:906 spec:191 status:192\nJobCondition  lastProbeTime:t lastTransitionTime:t message:s reason:s status:s! type:s!\nJobList batch/v1/JobList=X apiVersion:s items:[188! kind:s metadata:904\nJobSpec  activeDeadlineSeconds:l backoffLimit:i backoffLimitPerIndex:i completionMode:s completions:i managedBy:s>30 manualSelector:b maxFailedIndexes:i parallelism:i podFailurePolicy:194 podReplacementPolicy:s selector:902 successPolicy:198>30 suspend:b template:386! ttlSecondsAfterFinished:i\nJobStatus  active:i completedIndexes:s completionTime:t conditions:[189 failed:i failedIndexes:s ready:i startTime:t succeeded:i terminating:i uncountedTerminatedPods:200\nJobTemplateSpec  metadata:906 spec:191\nPodFailurePolicy  rules:[197!\nPodFailurePolicyOnExitCodesRequirement  containerName:s operator:s! values:[i!\nPodFailurePolicyOnPodConditionsPattern  status:s type:s!\nPodFailurePolicyRule  action:s! onExitCodes:195 onPodConditions:[196\nSuccessPolicy  rules:[199!\nSuccessPolicyRule  succeededCount:i succeededIndexes:s\nUncountedTerminatedPods  failed:[s succeeded:[s\nCertificateSigningRequest certificates.k8s.io/v1/CertificateSigningRequest=C apiVersion:s kind:s metadata:906 spec:204! status:205\nCertificateSigningRequestCondition  lastTransitionTime:t lastUpdateTime:t message:s reason:s status:s! type:s!\nCertificateSigningRequestList certificates.k8s.io/v1/CertificateSigningRequestList=X apiVersion:s items:[201! kind:s metadata:904\nCertificateSigningRequestSpec  expirationSeconds:i extra:{[s groups:[s request:y! signerName:s! uid:s usages:[s username:s\nCertificateSigningRequestStatus  certificate:y conditions:[202@type\nClusterTrustBundle certificates.k8s.io/v1alpha1/ClusterTrustBundle=C apiVersion:s kind:s metadata:906 spec:208!\nClusterTrustBundleList certificates.k8s.io/v1alpha1/ClusterTrustBundleList=X apiVersion:s items:[206! kind:s metadata:904\nClusterTrustBundleSpec  signerName:s trustBundle:s!\nPodCertificateRequest certificates.k8s.io/v1alpha1/PodCertificateRequest=N>34<35 apiVersion:s kind:s metadata:906 spec:211! status:212\nPodCertificateRequestList certificates.k8s.io/v1alpha1/PodCertificateRequestList=X>34<35 apiVersion:s items:[209! kind:s metadata:904\nPodCertificateRequestSpec  maxExpirationSeconds:i nodeName:s! nodeUID:s! pkixPublicKey:y! podName:s! podUID:s! proofOfPossession:y! serviceAccountName:s! serviceAccountUID:s! signerName:s!\nPodCertificateRequestStatus  beginRefreshAt:t certificateChain:s conditions:[897@type notAfter:t notBefore:t\nClusterTrustBundle certificates.k8s.io/v1beta1/ClusterTrustBundle=C>33 apiVersion:s kind:s metadata:906 spec:215!\nClusterTrustBundleList certificates.k8s.io/v1beta1/ClusterTrustBundleList=X>33 apiVersion:s items:[213! kind:s metadata:904\nClusterTrustBundleSpec  signerName:s trustBundle:s!\nPodCertificateRequest certificates.k8s.io/v1beta1/PodCertificateRequest=N>35 apiVersion:s kind:s metadata:906 spec:218! status:219\nPodCertificateRequestList certificates.k8s.io/v1beta1/PodCertificateRequestList=X>35 apiVersion:s items:[216! kind:s metadata:904\nPodCertificateRequestSpec  maxExpirationSeconds:i nodeName:s! nodeUID:s! pkixPublicKey:y podName:s! podUID:s! proofOfPossession:y serviceAccountName:s! serviceAccountUID:s! signerName:s! stubPKCS10Request:y!>36 unverifiedUserAnnotations:{s\nPodCertificateRequestStatus  beginRefreshAt:t certificateChain:s conditions:[897@type notAfter:t notBefore:t\nLease coordination.k8s.io/v1/Lease=N apiVersion:s kind:s metadata:906 spec:222\nLeaseList coordination.k8s.io/v1/LeaseList=X apiVersion:s items:[220! kind:s metadata:904\nLeaseSpec  acquireTime:T holderIdentity:s leaseDurationSeconds:i leaseTransitions:i preferredHolder:s>31 renewTime:T strategy:s>31\nLeaseCandidate coordination.k8s.io/v1alpha1/LeaseCandidate=N>31<32 apiVersion:s kind:s metadata:906 spec:225\nLeaseCandidateList coordination.k8s.io/v1alpha1/LeaseCandidateList=X>31<32 apiVersion:s items:[223! kind:s metadata:904\nLeaseCandidateSpec  binaryVersion:s emulationVersion:s leaseName:s! pingTime:T preferredStrategies:[s! renewTime:T\nLeaseCandidate coordination.k8s.io/v1alpha2/LeaseCandidate=N>32 apiVersion:s kind:s metadata:906 spec:228!\nLeaseCandidateList coordination.k8s.io/v1alpha2/LeaseCandidateList=X>32 apiVersion:s items:[226! kind:s metadata:904\nLeaseCandidateSpec  binaryVersion:s! emulationVersion:s leaseName:s! pingTime:T renewTime:T strategy:s!\nLeaseCandidate coordination.k8s.io/v1beta1/LeaseCandidate=N>33 apiVersion:s kind:s metadata:906 spec:231!\nLeaseCandidateList coordination.k8s.io/v1beta1/LeaseCandidateList=X>33 apiVersion:s items:[229! kind:s metadata:904\nLeaseCandidateSpec  binaryVersion:s! emulationVersion:s leaseName:s! pingTime:T renewTime:T strategy:s!\nAWSElasticBlockStoreVolumeSource  fsType:s partition:i readOnly:b volumeID:s!\nAffinity  nodeAffinity:333 podAffinity:365 podAntiAffinity:367\nAppArmorProfile  localhostProfile:s type:s!\nAttachedVolume  devicePath:s! name:s!\nAzureDiskVolumeSource  cachingMode:s diskName:s! diskURI:s! fsType:s kind:s readOnly:b\nAzureFilePersistentVolumeSource  readOnly:b secretName:s! secretNamespace:s shareName:s!\nAzureFileVolumeSource  readOnly:b secretName:s! shareName:s!\nBinding /v1/Binding=N apiVersion:s kind:s metadata:906 target:351!\nCSIPersistentVolumeSource  controllerExpandSecretRef:420 controllerPublishSecretRef:420 driver:s! fsType:s nodeExpandSecretRef:420 nodePublishSecretRef:420 nodeStageSecretRef:420 readOnly:b volumeAttributes:{s volumeHandle:s!\nCSIVolumeSource  driver:s! fsType:s nodePublishSecretRef:322 readOnly:b volumeAttributes:{s\nCapabilities  add:[s drop:[s\nCephFSPersistentVolumeSource  monitors:[s! path:s readOnly:b secretFile:s secretRef:420 user:s\nCephFSVolumeSource  monitors:[s! path:s readOnly:b secretFile:s secretRef:322 user:s\nCinderPersistentVolumeSource  fsType:s readOnly:b secretRef:420 volumeID:s!\nCinderVolumeSource  fsType:s readOnly:b secretRef:322 volumeID:s!\nClaimSource  resourceClaimName:s resourceClaimTemplateName:s\nClientIPConfig  timeoutSeconds:i\nClusterTrustBundleProjection  labelSelector:902 name:s optional:b path:s! signerName:s\nComponentCondition  error:s message:s status:s! type:s!\nComponentStatus /v1/ComponentStatus=X apiVersion:s conditions:[250@type kind:s metadata:906\nComponentStatusList /v1/ComponentStatusList=X apiVersion:s items:[251! kind:s metadata:904\nConfigMap /v1/ConfigMap=N apiVersion:s binaryData:{y data:{s immutable:b kind:s metadata:906\nConfigMapEnvSource  name:s optional:b\nConfigMapKeySelector  key:s! name:s optional:b\nConfigMapList /v1/ConfigMapList=X apiVersion:s items:[253! kind:s metadata:904\nConfigMapNodeConfigSource  kubeletConfigKey:s! name:s! namespace:s! resourceVersion:s uid:s\nConfigMapProjection  items:[312 name:s optional:b\nConfigMapVolumeSource  defaultMode:i items:[312 name:s optional:b\nContainer  args:[s command:[s env:[284@name envFrom:[283 image:s imagePullPolicy:s lifecycle:313 livenessProbe:390 name:s! ports:[263@containerPort+protocol readinessProbe:390 resizePolicy:[264 resources:407 restartPolicy:s restartPolicyRules:[265>34 securityContext:422 startupProbe:390 stdin:b stdinOnce:b terminationMessagePath:s terminationMessagePolicy:s tty:b volumeDevices:[445@devicePath volumeMounts:[446@mountPath workingDir:s\nContainerExtendedResourceRequest  containerName:s! requestName:s! resourceName:s!\nContainerImage  names:[s sizeBytes:l\nContainerPort  containerPort:i! hostIP:s hostPort:i name:s protocol:s\nContainerResizePolicy  resourceName:s! restartPolicy:s!\nContainerRestartRule  action:s! exitCodes:266\nContainerRestartRuleOnExitCodes  operator:s! values:[i\nContainerState  running:268 terminated:269 waiting:270\nContainerStateRunning  startedAt:t\nContainerStateTerminated  containerID:s exitCode:i! finishedAt:t message:s reason:s signal:i startedAt:t\nContainerStateWaiting  message:s reason:s\nContainerStatus  allocatedResources:{q allocatedResourcesStatus:[408@name>31 containerID:s image:s! imageID:s! lastState:267 name:s! ready:b! resources:407 restartCount:i! started:b state:267 stopSignal:s>33 user:272>31 volumeMounts:[447@mountPath>30\nContainerUser  linux:319\nDaemonEndpoint  Port:i!\nDownwardAPIProjection  items:[275\nDownwardAPIVolumeFile  fieldRef:350 mode:i path:s! resourceFieldRef:401\nDownwardAPIVolumeSource  defaultMode:i items:[275\nEmptyDirVolumeSource  medium:s sizeLimit:q\nEndpointAddress  hostname:s ip:s! nodeName:s targetRef:351\nEndpointPort  appProtocol:s name:s port:i! protocol:s\nEndpointSubset  addresses:[278 notReadyAddresses:[278 ports:[279\nEndpoints /v1/Endpoints=N apiVersion:s kind:s metadata:906 subsets:[280\nEndpointsList /v1/EndpointsList=X apiVersion:s items:[281! kind:s metadata:904\nEnvFromSource  configMapRef:254 prefix:s secretRef:416\nEnvVar  name:s! value:s valueFrom:285\nEnvVarSource  configMapKeyRef:255 fieldRef:350 fileKeyRef:294>34 resourceFieldRef:401 secretKeyRef:417\nEphemeralContainer  args:[s command:[s env:[284@name envFrom:[283 image:s imagePullPolicy:s lifecycle:313 livenessProbe:390 name:s! ports:[263@containerPort+protocol readinessProbe:390 resizePolicy:[264 resources:407 restartPolicy:s restartPolicyRules:[265>34 securityContext:422 startupProbe:390 stdin:b stdinOnce:b targetContainerName:s terminationMessagePath:s terminationMessagePolicy:s tty:b volumeDevices:[445@devicePath volumeMounts:[446@mountPath workingDir:s\nEphemeralVolumeSource  volumeClaimTemplate:358\nEvent /v1/Event=N action:s apiVersion:s count:i eventTime:T firstTimestamp:t involvedObject:351! kind:s lastTimestamp:t message:s metadata:906! reason:s related:351 reportingComponent:s reportingInstance:s series:290 source:291 type:s\nEventList /v1/EventList=X apiVersion:s items:[288! kind:s metadata:904\nEventSeries  count:i lastObservedTime:T\nEventSource  component:s host:s\nExecAction  command:[s\nFCVolumeSource  fsType:s lun:i readOnly:b targetWWNs:[s wwids:[s\nFileKeySelector  key:s! optional:b path:s! volumeName:s!\nFlexPersistentVolumeSource  driver:s! fsType:s options:{s readOnly:b secretRef:420\nFlexVolumeSource  driver:s! fsType:s options:{s readOnly:b secretRef:322\nFlockerVolumeSource  datasetName:s datasetUUID:s\nGCEPersistentDiskVolumeSource  fsType:s partition:i pdName:s! readOnly:b\nGRPCAction  port:i! service:s\nGitRepoVolumeSource  directory:s repository:s! revision:s\nGlusterfsPersistentVolumeSource  endpoints:s! endpointsNamespace:s path:s! readOnly:b\nGlusterfsVolumeSource  endpoints:s! path:s! readOnly:b\nHTTPGetAction  host:s httpHeaders:[304 path:s port:p! scheme:s\nHTTPHeader  name:s! value:s!\nHostAlias  hostnames:[s ip:s!\nHostIP  ip:s!\nHostPathVolumeSource  path:s! type:s\nISCSIPersistentVolumeSource  chapAuthDiscovery:b chapAuthSession:b fsType:s initiatorName:s iqn:s! iscsiInterface:s lun:i! portals:[s readOnly:b secretRef:420 targetPortal:s!\nISCSIVolumeSource  chapAuthDiscovery:b chapAuthSession:b fsType:s initiatorName:s iqn:s! iscsiInterface:s lun:i! portals:[s readOnly:b secretRef:322 targetPortal:s!\nImageVolumeSource  pullPolicy:s reference:s\nImageVolumeStatus  imageRef:s!\nKeyToPath  key:s! mode:i path:s!\nLifecycle  postStart:314 preStop:314 stopSignal:s>33\nLifecycleHandler  exec:292 httpGet:303 sleep:432 tcpSocket:436\nLimitRange /v1/LimitRange=N apiVersion:s kind:s metadata:906 spec:318\nLimitRangeItem  default:{q defaultRequest:{q max:{q maxLimitRequestRatio:{q min:{q type:s!\nLimitRangeList /v1/LimitRangeList=X apiVersion:s items:[315! kind:s metadata:904\nLimitRangeSpec  limits:[316!\nLinuxContainerUser  gid:l! supplementalGroups:[l uid:l!\nLoadBalancerIngress  hostname:s ip:s ipMode:s ports:[387\nLoadBalancerStatus  ingress:[320\nLocalObjectReference  name:s\nLocalVolumeSource  fsType:s path:s!\nModifyVolumeStatus  status:s! targetVolumeAttributesClassName:s\nNFSVolumeSource  path:s! readOnly:b server:s!\nNamespace /v1/Namespace=C apiVersion:s kind:s metadata:906 spec:329 status:330\nNamespaceCondition  lastTransitionTime:t message:s reason:s status:s! type:s!\nNamespaceList /v1/NamespaceList=X apiVersion:s items:[326! kind:s metadata:904\nNamespaceSpec  finalizers:[s\nNamespaceStatus  conditions:[327@type phase:s\nNode /v1/Node=C apiVersion:s kind:s metadata:906 spec:346 status:347\nNodeAddress  address:s! type:s!\nNodeAffinity  preferredDuringSchedulingIgnoredDuringExecution:[389 requiredDuringSchedulingIgnoredDuringExecution:343\nNodeAllocatableResourceClaimStatus  containers:[s resourceClaimName:s! resources:{q!\nNodeCondition  lastHeartbeatTime:t lastTransitionTime:t message:s reason:s status:s! type:s!\nNodeConfigSource  configMap:257\nNodeConfigStatus  active:336 assigned:336 error:s lastKnownGood:336\nNodeDaemonEndpoints  kubeletEndpoint:273\nNodeFeatures  supplementalGroupsPolicy:b\nNodeList /v1/NodeList=X apiVersion:s items:[331! kind:s metadata:904\nNodeRuntimeHandler  features:342 name:s\nNodeRuntimeHandlerFeatures  recursiveReadOnlyMounts:b userNamespaces:b>31\nNodeSelector  nodeSelectorTerms:[345!\nNodeSelectorRequirement  key:s! operator:s! values:[s\nNodeSelectorTerm  matchExpressions:[344 matchFields:[344\nNodeSpec  configSource:336 externalID:s podCIDR:s podCIDRs:[s providerID:s taints:[437 unschedulable:b\nNodeStatus  addresses:[332@type allocatable:{q capacity:{q conditions:[335@type config:337 daemonEndpoints:338 declaredFeatures:[s>35 features:339>31 images:[262 nodeInfo:349 phase:s runtimeHandlers:[341>30 volumesAttached:[235 volumesInUse:[s\nNodeSwapStatus  capacity:l\nNodeSystemInfo  architecture:s! bootID:s! containerRuntimeVersion:s! kernelVersion:s! kubeProxyVersion:s! kubeletVersion:s! machineID:s! operatingSystem:s! osImage:s! swap:348>33 systemUUID:s!\nObjectFieldSelector  apiVersion:s fieldPath:s!\nObjectReference  apiVersion:s fieldPath:s kind:s name:s namespace:s resourceVersion:s uid:s\nPersistentVolume /v1/PersistentVolume=C apiVersion:s kind:s metadata:906 spec:361 status:362\nPersistentVolumeClaim /v1/PersistentVolumeClaim=N apiVersion:s kind:s metadata:906 spec:356 status:357\nPersistentVolumeClaimCondition  lastProbeTime:t lastTransitionTime:t message:s reason:s status:s! type:s!\nPersistentVolumeClaimList /v1/PersistentVolumeClaimList=X apiVersion:s items:[353! kind:s metadata:904\nPersistentVolumeClaimSpec  accessModes:[s dataSource:442 dataSourceRef:443 resources:450 selector:902 storageClassName:s volumeAttributesClassName:s volumeMode:s volumeName:s\nPersistentVolumeClaimStatus  accessModes:[s allocatedResourceStatuses:{s allocatedResources:{q capacity:{q conditions:[354@type currentVolumeAttributesClassName:s modifyVolumeStatus:324 phase:s\nPersistentVolumeClaimTemplate  metadata:906 spec:356!\nPersistentVolumeClaimVolumeSource  claimName:s! readOnly:b\nPersistentVolumeList /v1/PersistentVolumeList=X apiVersion:s items:[352! kind:s metadata:904\nPersistentVolumeSpec  accessModes:[s awsElasticBlockStore:232 azureDisk:236 azureFile:237 capacity:{q cephfs:243 cinder:245 claimRef:351 csi:240 fc:293 flexVolume:295 flocker:297 gcePersistentDisk:298 glusterfs:301 hostPath:307 iscsi:308 local:323 mountOptions:[s nfs:325 nodeAffinity:448 persistentVolumeReclaimPolicy:s photonPersistentDisk:363 portworxVolume:388 quobyte:392 rbd:393 scaleIO:410 storageClassName:s storageos:433 volumeAttributesClassName:s volumeMode:s vsphereVolume:452\nPersistentVolumeStatus  lastPhaseTransitionTime:t message:s phase:s reason:s\nPhotonPersistentDiskVolumeSource  fsType:s pdID:s!\nPod /v1/Pod=N apiVersion:s kind:s metadata:906 spec:382 status:383\nPodAffinity  preferredDuringSchedulingIgnoredDuringExecution:[453 requiredDuringSchedulingIgnoredDuringExecution:[366\nPodAffinityTerm  labelSelector:902 matchLabelKeys:[s mismatchLabelKeys:[s namespaceSelector:902 namespaces:[s topologyKey:s!\nPodAntiAffinity  preferredDuringSchedulingIgnoredDuringExecution:[453 requiredDuringSchedulingIgnoredDuringExecution:[366\nPodCertificateProjection  certificateChainPath:s credentialBundlePath:s keyPath:s keyType:s! maxExpirationSeconds:i signerName:s! userAnnotations:{s>35\nPodCondition  lastProbeTime:t lastTransitionTime:t message:s observedGeneration:l>33 reason:s status:s! type:s!\nPodDNSConfig  nameservers:[s options:[371 searches:[s\nPodDNSConfigOption  name:s value:s\nPodExtendedResourceClaimStatus  requestMappings:[261! resourceClaimName:s!\nPodIP  ip:s!\nPodList /v1/PodList=X apiVersion:s items:[364! kind:s metadata:904\nPodOS  name:s!\nPodReadinessGate  conditionType:s!\nPodResourceClaim  name:s! resourceClaimName:s>31 resourceClaimTemplateName:s>31 source:247<31\nPodResourceClaimStatus  name:s! resourceClaimName:s\nPodSchedulingGate  name:s!\nPodSchedulingGroup  podGroupName:s\nPodSecurityContext  appArmorProfile:234>30 fsGroup:l fsGroupChangePolicy:s runAsGroup:l runAsNonRoot:b runAsUser:l seLinuxChangePolicy:s>32 seLinuxOptions:409 seccompProfile:414 supplementalGroups:[l supplementalGroupsPolicy:s>31 sysctls:[435 windowsOptions:454\nPodSpec  activeDeadlineSeconds:l affinity:233 automountServiceAccountToken:b containers:[260!@name dnsConfig:370 dnsPolicy:s enableServiceLinks:b ephemeralContainers:[286@name hostAliases:[305@ip hostIPC:b hostNetwork:b hostPID:b hostUsers:b hostname:s hostnameOverride:s>34 imagePullSecrets:[322@name initContainers:[260@name nodeName:s nodeSelector:{s os:375 overhead:{q preemptionPolicy:s priority:i priorityClassName:s readinessGates:[376 resourceClaims:[377@name resources:407>32 restartPolicy:s runtimeClassName:s schedulerName:s schedulingGates:[379@name schedulingGroup:380>36 securityContext:381 serviceAccount:s serviceAccountName:s setHostnameAsFQDN:b shareProcessNamespace:b subdomain:s terminationGracePeriodSeconds:l tolerations:[438 topologySpreadConstraints:[441@topologyKey+whenUnsatisfiable volumes:[444@name workloadRef:455>35<36\nPodStatus  allocatedResources:{q>35 conditions:[369@type containerStatuses:[271 ephemeralContainerStatuses:[271 extendedResourceClaimStatus:372>34 hostIP:s hostIPs:[306 initContainerStatuses:[271 message:s nodeAllocatableResourceClaimStatuses:[334>36 nominatedNodeName:s observedGeneration:l>33 phase:s podIP:s podIPs:[373@ip qosClass:s reason:s resize:s resourceClaimStatuses:[378@name resources:407>35 startTime:t\nPodTemplate /v1/PodTemplate=N apiVersion:s kind:s metadata:906 template:386\nPodTemplateList /v1/PodTemplateList=X apiVersion:s items:[384! kind:s metadata:904\nPodTemplateSpec  metadata:906 spec:382\nPortStatus  error:s port:i! protocol:s!\nPortworxVolumeSource  fsType:s readOnly:b volumeID:s!\nPreferredSchedulingTerm  preference:345! weight:i!\nProbe  exec:292 failureThreshold:i grpc:299 httpGet:303 initialDelaySeconds:i periodSeconds:i successThreshold:i tcpSocket:436 terminationGracePeriodSeconds:l timeoutSeconds:i\nProjectedVolumeSource  defaultMode:i sources:[449\nQuobyteVolumeSource  group:s readOnly:b registry:s! tenant:s user:s volume:s!\nRBDPersistentVolumeSource  fsType:s image:s! keyring:s monitors:[s! pool:s readOnly:b secretRef:420 user:s\nRBDVolumeSource  fsType:s image:s! keyring:s monitors:[s! pool:s readOnly:b secretRef:322 user:s\nReplicationController /v1/ReplicationController=N apiVersion:s kind:s metadata:906 spec:398 status:399\nReplicationControllerCondition  lastTransitionTime:t message:s reason:s status:s! type:s!\nReplicationControllerList /v1/ReplicationControllerList=X apiVersion:s items:[395! kind:s metadata:904\nReplicationControllerSpec  minReadySeconds:i replicas:i selector:{s template:386\nReplicationControllerStatus  availableReplicas:i conditions:[396@type fullyLabeledReplicas:i observedGeneration:l readyReplicas:i replicas:i!\nResourceClaim  name:s! request:s>31\nResourceFieldSelector  containerName:s divisor:q resource:s!\nResourceHealth  health:s message:s>36 resourceID:s!\nResourceQuota /v1/ResourceQuota=N apiVersion:s kind:s metadata:906 spec:405 status:406\nResourceQuotaList /v1/ResourceQuotaList=X apiVersion:s items:[403! kind:s metadata:904\nResourceQuotaSpec  hard:{q scopeSelector:412 scopes:[s\nResourceQuotaStatus  hard:{q used:{q\nResourceRequirements  claims:[400@name limits:{q requests:{q\nResourceStatus  name:s! resources:[402@resourceID\nSELinuxOptions  level:s role:s type:s user:s\nScaleIOPersistentVolumeSource  fsType:s gateway:s! protectionDomain:s readOnly:b secretRef:420! sslEnabled:b storageMode:s storagePool:s system:s! volumeName:s\nScaleIOVolumeSource  fsType:s gateway:s! protectionDomain:s readOnly:b secretRef:322! sslEnabled:b storageMode:s storagePool:s system:s! volumeName:s\nScopeSelector  matchExpressions:[413\nScopedResourceSelectorRequirement  operator:s! scopeName:s! values:[s\nSeccompProfile  localhostProfile:s type:s!\nSecret /v1/Secret=N apiVersion:s data:{y immutable:b kind:s metadata:906 stringData:{s type:s\nSecretEnvSource  name:s optional:b\nSecretKeySelector  key:s! name:s optional:b\nSecretList /v1/SecretList=X apiVersion:s items:[415! kind:s metadata:904\nSecretProjection  items:[312 name:s optional:b\nSecretReference  name:s namespace:s\nSecretVolumeSource  defaultMode:i items:[312 optional:b secretName:s\nSecurityContext  allowPrivilegeEscalation:b appArmorProfile:234>30 capabilities:242 privileged:b procMount:s readOnlyRootFilesystem:b runAsGroup:l runAsNonRoot:b runAsUser:l seLinuxOptions:409 seccompProfile:414 windowsOptions:454\nService /v1/Service=N apiVersion:s kind:s metadata:906 spec:429 status:430\nServiceAccount /v1/ServiceAccount=N apiVersion:s automountServiceAccountToken:b imagePullSecrets:[322 kind:s metadata:906 secrets:[351@name\nServiceAccountList /v1/ServiceAccountList=X apiVersion:s items:[424! kind:s metadata:904\nServiceAccountTokenProjection  audience:s expirationSeconds:l path:s!\nServiceList /v1/ServiceList=X apiVersion:s items:[423! kind:s metadata:904\nServicePort  appProtocol:s name:s nodePort:i port:i! protocol:s targetPort:p\nServiceSpec  allocateLoadBalancerNodePorts:b clusterIP:s clusterIPs:[s externalIPs:[s externalName:s externalTrafficPolicy:s healthCheckNodePort:i internalTrafficPolicy:s ipFamilies:[s ipFamilyPolicy:s loadBalancerClass:s loadBalancerIP:s loadBalancerSourceRanges:[s ports:[428@port+protocol publishNotReadyAddresses:b selector:{s sessionAffinity:s sessionAffinityConfig:431 trafficDistribution:s>30 type:s\nServiceStatus  conditions:[897@type loadBalancer:321\nSessionAffinityConfig  clientIP:248\nSleepAction  seconds:l!\nStorageOSPersistentVolumeSource  fsType:s readOnly:b secretRef:351 volumeName:s volumeNamespace:s\nStorageOSVolumeSource  fsType:s readOnly:b secretRef:322 volumeName:s volumeNamespace:s\nSysctl  name:s! value:s!\nTCPSocketAction  host:s port:p!\nTaint  effect:s! key:s! timeAdded:t value:s\nToleration  effect:s key:s operator:s tolerationSeconds:l value:s\nTopologySelectorLabelRequirement  key:s! values:[s!\nTopologySelectorTerm  matchLabelExpressions:[439\nTopologySpreadConstraint  labelSelector:902 matchLabelKeys:[s maxSkew:i! minDomains:i nodeAffinityPolicy:s nodeTaintsPolicy:s topologyKey:s! whenUnsatisfiable:s!\nTypedLocalObjectReference  apiGroup:s kind:s! name:s!\nTypedObjectReference  apiGroup:s kind:s! name:s! namespace:s\nVolume  awsElasticBlockStore:232 azureDisk:236 azureFile:238 cephfs:244 cinder:246 configMap:259 csi:241 downwardAPI:276 emptyDir:277 ephemeral:287 fc:293 flexVolume:296 flocker:297 gcePersistentDisk:298 gitRepo:300 glusterfs:302 hostPath:307 image:310>31 iscsi:309 name:s! nfs:325 persistentVolumeClaim:359 photonPersistentDisk:363 portworxVolume:388 projected:391 quobyte:392 rbd:394 scaleIO:411 secret:421 storageos:434 vsphereVolume:452\nVolumeDevice  devicePath:s! name:s!\nVolumeMount  mountPath:s! mountPropagation:s name:s! readOnly:b recursiveReadOnly:s>30 subPath:s subPathExpr:s\nVolumeMountStatus  mountPath:s! name:s! readOnly:b recursiveReadOnly:s volumeStatus:451>36\nVolumeNodeAffinity  required:343\nVolumeProjection  clusterTrustBundle:249 configMap:258 downwardAPI:274 podCertificate:368>34 secret:419 serviceAccountToken:426\nVolumeResourceRequirements  limits:{q requests:{q\nVolumeStatus  image:311\nVsphereVirtualDiskVolumeSource  fsType:s storagePolicyID:s storagePolicyName:s volumePath:s!\nWeightedPodAffinityTerm  podAffinityTerm:366! weight:i!\nWindowsSecurityContextOptions  gmsaCredentialSpec:s gmsaCredentialSpecName:s hostProcess:b runAsUserName:s\nWorkloadReference  name:s! podGroup:s! podGroupReplicaKey:s\nEndpoint  addresses:[s! conditions:457 deprecatedTopology:{s hints:458 hostname:s nodeName:s targetRef:351 zone:s\nEndpointConditions  ready:b serving:b terminating:b\nEndpointHints  forNodes:[462>33 forZones:[463\nEndpointPort  appProtocol:s name:s port:i protocol:s\nEndpointSlice discovery.k8s.io/v1/EndpointSlice=N addressType:s! apiVersion:s endpoints:[456 kind:s metadata:906 ports:[459\nEndpointSliceList discovery.k8s.io/v1/EndpointSliceList=X apiVersion:s items:[460! kind:s metadata:904\nForNode  name:s!\nForZone  name:s!\nEvent events.k8s.io/v1/Event=N action:s apiVersion:s deprecatedCount:i deprecatedFirstTimestamp:t deprecatedLastTimestamp:t deprecatedSource:291 eventTime:T! kind:s metadata:906 note:s reason:s regarding:351 related:351 reportingController:s reportingInstance:s series:466 type:s\nEventList events.k8s.io/v1/EventList=X apiVersion:s items:[464! kind:s metadata:904\nEventSeries  count:i! lastObservedTime:T!\nExemptPriorityLevelConfiguration  lendablePercent:i nominalConcurrencyShares:i\nFlowDistinguisherMethod  type:s!\nFlowSchema flowcontrol.apiserver.k8s.io/v1/FlowSchema=C apiVersion:s kind:s metadata:906 spec:472 status:473\nFlowSchemaCondition  lastTransitionTime:t message:s reason:s status:s type:s\nFlowSchemaList flowcontrol.apiserver.k8s.io/v1/FlowSchemaList=X apiVersion:s items:[469! kind:s metadata:904\nFlowSchemaSpec  distinguisherMethod:468 matchingPrecedence:i priorityLevelConfiguration:482! rules:[478\nFlowSchemaStatus  conditions:[470@type\nGroupSubject  name:s!\nLimitResponse  queuing:485 type:s!\nLimitedPriorityLevelConfiguration  borrowingLimitPercent:i lendablePercent:i limitResponse:475 nominalConcurrencyShares:i\nNonResourcePolicyRule  nonResourceURLs:[s! verbs:[s!\nPolicyRulesWithSubjects  nonResourceRules:[477 resourceRules:[486 subjects:[488!\nPriorityLevelConfiguration flowcontrol.apiserver.k8s.io/v1/PriorityLevelConfiguration=C apiVersion:s kind:s metadata:906 spec:483 status:484\nPriorityLevelConfigurationCondition  lastTransitionTime:t message:s reason:s status:s type:s\nPriorityLevelConfigurationList flowcontrol.apiserver.k8s.io/v1/PriorityLevelConfigurationList=X apiVersion:s items:[479! kind:s metadata:904\nPriorityLevelConfigurationReference  name:s!\nPriorityLevelConfigurationSpec  exempt:467 limited:476 type:s!\nPriorityLevelConfigurationStatus  conditions:[480@type\nQueuingConfiguration  handSize:i queueLengthLimit:i queues:i\nResourcePolicyRule  apiGroups:[s! clusterScope:b namespaces:[s resources:[s! verbs:[s!\nServiceAccountSubject  name:s! namespace:s!\nSubject  group:474 kind:s! serviceAccount:487 user:489\nUserSubject  name:s!\nExemptPriorityLevelConfiguration  lendablePercent:i nominalConcurrencyShares:i\nFlowDistinguisherMethod  type:s!\nFlowSchema flowcontrol.apiserver.k8s.io/v1beta3/FlowSchema=C<32 apiVersion:s kind:s metadata:906 spec:495 status:496\nFlowSchemaCondition  lastTransitionTime:t message:s reason:s status:s type:s\nFlowSchemaList flowcontrol.apiserver.k8s.io/v1beta3/FlowSchemaList=X<32 apiVersion:s items:[492! kind:s metadata:904\nFlowSchemaSpec  distinguisherMethod:491 matchingPrecedence:i priorityLevelConfiguration:505! rules:[501\nFlowSchemaStatus  conditions:[493@type\nGroupSubject  name:s!\nLimitResponse  queuing:508 type:s!\nLimitedPriorityLevelConfiguration  borrowingLimitPercent:i lendablePercent:i limitResponse:498 nominalConcurrencyShares:i\nNonResourcePolicyRule  nonResourceURLs:[s! verbs:[s!\nPolicyRulesWithSubjects  nonResourceRules:[500 resourceRules:[509 subjects:[511!\nPriorityLevelConfiguration flowcontrol.apiserver.k8s.io/v1beta3/PriorityLevelConfiguration=C<32 apiVersion:s kind:s metadata:906 spec:506 status:507\nPriorityLevelConfigurationCondition  lastTransitionTime:t message:s reason:s status:s type:s\nPriorityLevelConfigurationList flowcontrol.apiserver.k8s.io/v1beta3/PriorityLevelConfigurationList=X<32 apiVersion:s items:[502! kind:s metadata:904\nPriorityLevelConfigurationReference  name:s!\nPriorityLevelConfigurationSpec  exempt:490 limited:499 type:s!\nPriorityLevelConfigurationStatus  conditions:[503@type\nQueuingConfiguration  handSize:i queueLengthLimit:i queues:i\nResourcePolicyRule  apiGroups:[s! clusterScope:b namespaces:[s resources:[s! verbs:[s!\nServiceAccountSubject  name:s! namespace:s!\nSubject  group:497 kind:s! serviceAccount:510 user:512\nUserSubject  name:s!\nHTTPIngressPath  backend:520! path:s pathType:s!\nHTTPIngressRuleValue  paths:[513!\nIPAddress networking.k8s.io/v1/IPAddress=C>33 apiVersion:s kind:s metadata:906 spec:517!\nIPAddressList networking.k8s.io/v1/IPAddressList=X>33 apiVersion:s items:[515! kind:s metadata:904\nIPAddressSpec  parentRef:541!\nIPBlock  cidr:s! except:[s\nIngress networking.k8s.io/v1/Ingress=N apiVersion:s kind:s metadata:906 spec:531 status:532\nIngressBackend  resource:442 service:530\nIngressClass networking.k8s.io/v1/IngressClass=C apiVersion:s kind:s metadata:906 spec:524\nIngressClassList networking.k8s.io/v1/IngressClassList=X apiVersion:s items:[521! kind:s metadata:904\nIngressClassParametersReference  apiGroup:s kind:s! name:s! namespace:s scope:s\nIngressClassSpec  controller:s parameters:523\nIngressList networking.k8s.io/v1/IngressList=X apiVersion:s items:[519! kind:s metadata:904\nIngressLoadBalancerIngress  hostname:s ip:s ports:[528\nIngressLoadBalancerStatus  ingress:[526\nIngressPortStatus  error:s port:i! protocol:s!\nIngressRule  host:s http:514\nIngressServiceBackend  name:s! port:542\nIngressSpec  defaultBackend:520 ingressClassName:s rules:[529 tls:[533\nIngressStatus  loadBalancer:527\nIngressTLS  hosts:[s secretName:s\nNetworkPolicy networking.k8s.io/v1/NetworkPolicy=N apiVersion:s kind:s metadata:906 spec:540\nNetworkPolicyEgressRule  ports:[539 to:[538\nNetworkPolicyIngressRule  from:[538 ports:[539\nNetworkPolicyList networking.k8s.io/v1/NetworkPolicyList=X apiVersion:s items:[534! kind:s metadata:904\nNetworkPolicyPeer  ipBlock:518 namespaceSelector:902 podSelector:902\nNetworkPolicyPort  endPort:i port:p protocol:s\nNetworkPolicySpec  egress:[535 ingress:[536 podSelector:902 policyTypes:[s\nParentReference  group:s name:s! namespace:s resource:s!\nServiceBackendPort  name:s number:i\nServiceCIDR networking.k8s.io/v1/ServiceCIDR=C>33 apiVersion:s kind:s metadata:906 spec:545 status:546\nServiceCIDRList networking.k8s.io/v1/ServiceCIDRList=X>33 apiVersion:s items:[543! kind:s metadata:904\nServiceCIDRSpec  cidrs:[s\nServiceCIDRStatus  conditions:[897@type\nIPAddress networking.k8s.io/v1alpha1/IPAddress=C<31 apiVersion:s kind:s metadata:906 spec:549\nIPAddressList networking.k8s.io/v1alpha1/IPAddressList=X<31 apiVersion:s items:[547! kind:s metadata:904\nIPAddressSpec  parentRef:550!\nParentReference  group:s name:s! namespace:s resource:s!\nServiceCIDR networking.k8s.io/v1alpha1/ServiceCIDR=C<31 apiVersion:s kind:s metadata:906 spec:553 status:554\nServiceCIDRList networking.k8s.io/v1alpha1/ServiceCIDRList=X<31 apiVersion:s items:[551! kind:s metadata:904\nServiceCIDRSpec  cidrs:[s\nServiceCIDRStatus  conditions:[897@type\nIPAddress networking.k8s.io/v1beta1/IPAddress=C>31 apiVersion:s kind:s metadata:906 spec:557!\nIPAddressList networking.k8s.io/v1beta1/IPAddressList=X>31 apiVersion:s items:[555! kind:s metadata:904\nIPAddressSpec  parentRef:558!\nParentReference  group:s name:s! namespace:s resource:s!\nServiceCIDR networking.k8s.io/v1beta1/ServiceCIDR=C>31 apiVersion:s kind:s metadata:906 spec:561 status:562\nServiceCIDRList networking.k8s.io/v1beta1/ServiceCIDRList=X>31 apiVersion:s items:[559! kind:s metadata:904\nServiceCIDRSpec  cidrs:[s\nServiceCIDRStatus  conditions:[897@type\nOverhead  podFixed:{q\nRuntimeClass node.k8s.io/v1/RuntimeClass=C apiVersion:s handler:s! kind:s metadata:906 overhead:563 scheduling:566\nRuntimeClassList node.k8s.io/v1/RuntimeClassList=X apiVersion:s items:[564! kind:s metadata:904\nScheduling  nodeSelector:{s tolerations:[438\nEviction policy/v1/Eviction=X apiVersion:s deleteOptions:898 kind:s metadata:906\nPodDisruptionBudget policy/v1/PodDisruptionBudget=N apiVersion:s kind:s metadata:906 spec:570 status:571\nPodDisruptionBudgetList policy/v1/PodDisruptionBudgetList=X apiVersion:s items:[568! kind:s metadata:904\nPodDisruptionBudgetSpec  maxUnavailable:p minAvailable:p selector:902 unhealthyPodEvictionPolicy:s\nPodDisruptionBudgetStatus  conditions:[897@type currentHealthy:i desiredHealthy:i disruptedPods:{t disruptionsAllowed:i expectedPods:i observedGeneration:l\nAggregationRule  clusterRoleSelectors:[902\nClusterRole rbac.authorization.k8s.io/v1/ClusterRole=C aggregationRule:572 apiVersion:s kind:s metadata:906 rules:[577\nClusterRoleBinding rbac.authorization.k8s.io/v1/ClusterRoleBinding=C apiVersion:s kind:s metadata:906 roleRef:582! subjects:[583\nClusterRoleBindingList rbac.authorization.k8s.io/v1/ClusterRoleBindingList=X apiVersion:s items:[574! kind:s metadata:904\nClusterRoleList rbac.authorization.k8s.io/v1/ClusterRoleList=X apiVersion:s items:[573! kind:s metadata:904\nPolicyRule  apiGroups:[s nonResourceURLs:[s resourceNames:[s resources:[s verbs:[s!\nRole rbac.authorization.k8s.io/v1/Role=N apiVersion:s kind:s metadata:906 rules:[577\nRoleBinding rbac.authorization.k8s.io/v1/RoleBinding=N apiVersion:s kind:s metadata:906 roleRef:582! subjects:[583\nRoleBindingList rbac.authorization.k8s.io/v1/RoleBindingList=X apiVersion:s items:[579! kind:s metadata:904\nRoleList rbac.authorization.k8s.io/v1/RoleList=X apiVersion:s items:[578! kind:s metadata:904\nRoleRef  apiGroup:s kind:s! name:s!\nSubject  apiGroup:s kind:s! name:s! namespace:s\nAllocatedDeviceStatus  conditions:[897@type data:o device:s! driver:s! networkData:612 pool:s! shareID:s\nAllocationResult  allocationTimestamp:t devices:594 nodeSelector:343\nCELDeviceSelector  expression:s!\nCapacityRequestPolicy  default:q validRange:588 validValues:[q\nCapacityRequestPolicyRange  max:q min:q! step:q\nCapacityRequirements  requests:{q\nCounter  value:q!\nCounterSet  counters:{590! name:s!\nDevice  allNodes:b allowMultipleAllocations:b attributes:{595 bindingConditions:[s bindingFailureConditions:[s bindsToNode:b capacity:{596 consumesCounters:[604 name:s! nodeAllocatableResourceMappings:{613>36 nodeName:s nodeSelector:343 taints:[609\nDeviceAllocationConfiguration  opaque:614 requests:[s source:s!\nDeviceAllocationResult  config:[593 results:[606\nDeviceAttribute  bool:b bools:[b>36 int:l ints:[l>36 string:s strings:[s>36 version:s versions:[s>36\nDeviceCapacity  requestPolicy:587 value:q!\nDeviceClaim  config:[598 constraints:[603 requests:[605\nDeviceClaimConfiguration  opaque:614 requests:[s\nDeviceClass resource.k8s.io/v1/DeviceClass=C>34 apiVersion:s kind:s metadata:906 spec:602!\nDeviceClassConfiguration  opaque:614\nDeviceClassList resource.k8s.io/v1/DeviceClassList=X>34 apiVersion:s items:[599! kind:s metadata:904\nDeviceClassSpec  config:[600 extendedResourceName:s selectors:[607\nDeviceConstraint  distinctAttribute:s matchAttribute:s requests:[s\nDeviceCounterConsumption  counterSet:s! counters:{590!\nDeviceRequest  exactly:611 firstAvailable:[608 name:s!\nDeviceRequestAllocationResult  adminAccess:b bindingConditions:[s bindingFailureConditions:[s consumedCapacity:{q device:s! driver:s! pool:s! request:s! shareID:s tolerations:[610\nDeviceSelector  cel:586\nDeviceSubRequest  allocationMode:s capacity:589 count:l deviceClassName:s! name:s! selectors:[607 tolerations:[610\nDeviceTaint  effect:s! key:s! timeAdded:t value:s\nDeviceToleration  effect:s key:s operator:s tolerationSeconds:l value:s\nExactDeviceRequest  adminAccess:b allocationMode:s capacity:589 count:l deviceClassName:s! selectors:[607 tolerations:[610\nNetworkDeviceData  hardwareAddress:s interfaceName:s ips:[s\nNodeAllocatableResourceMapping  allocationMultiplier:q capacityKey:s\nOpaqueDeviceConfiguration  driver:s! parameters:o!\nResourceClaim resource.k8s.io/v1/ResourceClaim=N>34 apiVersion:s kind:s metadata:906 spec:618! status:619\nResourceClaimConsumerReference  apiGroup:s name:s! resource:s! uid:s!\nResourceClaimList resource.k8s.io/v1/ResourceClaimList=X>34 apiVersion:s items:[615! kind:s metadata:904\nResourceClaimSpec  devices:597\nResourceClaimStatus  allocation:585 devices:[584@driver+device+pool+shareID reservedFor:[616@uid\nResourceClaimTemplate resource.k8s.io/v1/ResourceClaimTemplate=N>34 apiVersion:s kind:s metadata:906 spec:622!\nResourceClaimTemplateList resource.k8s.io/v1/ResourceClaimTemplateList=X>34 apiVersion:s items:[620! kind:s metadata:904\nResourceClaimTemplateSpec  metadata:906 spec:618!\nResourcePool  generation:l! name:s! resourceSliceCount:l!\nResourceSlice resource.k8s.io/v1/ResourceSlice=C>34 apiVersion:s kind:s metadata:906 spec:626!\nResourceSliceList resource.k8s.io/v1/ResourceSliceList=X>34 apiVersion:s items:[624! kind:s metadata:904\nResourceSliceSpec  allNodes:b devices:[592 driver:s! nodeName:s nodeSelector:343 perDeviceNodeSelection:b pool:623! sharedCounters:[591\nAllocationResult  availableOnNodes:343 resourceHandles:[660 shareable:b\nDriverAllocationResult  namedResources:630 vendorRequestParameters:o\nDriverRequests  driverName:s requests:[661 vendorParameters:o\nNamedResourcesAllocationResult  name:s!\nNamedResourcesAttribute  bool:b int:l intSlice:634 name:s! quantity:q string:s stringSlice:637 version:s\nNamedResourcesFilter  selector:s!\nNamedResourcesInstance  attributes:[631 name:s!\nNamedResourcesIntSlice  ints:[l!\nNamedResourcesRequest  selector:s!\nNamedResourcesResources  instances:[633!\nNamedResourcesStringSlice  strings:[s!\nPodSchedulingContext resource.k8s.io/v1alpha2/PodSchedulingContext=N<31 apiVersion:s kind:s metadata:906 spec:640! status:641\nPodSchedulingContextList resource.k8s.io/v1alpha2/PodSchedulingContextList=X<31 apiVersion:s items:[638! kind:s metadata:904\nPodSchedulingContextSpec  potentialNodes:[s selectedNode:s\nPodSchedulingContextStatus  resourceClaims:[648@name\nResourceClaim resource.k8s.io/v1alpha2/ResourceClaim=N<31 apiVersion:s kind:s metadata:906 spec:649! status:650\nResourceClaimConsumerReference  apiGroup:s name:s! resource:s! uid:s!\nResourceClaimList resource.k8s.io/v1alpha2/ResourceClaimList=X<31 apiVersion:s items:[642! kind:s metadata:904\nResourceClaimParameters resource.k8s.io/v1alpha2/ResourceClaimParameters=N>30<31 apiVersion:s driverRequests:[629 generatedFrom:647 kind:s metadata:906 shareable:b\nResourceClaimParametersList resource.k8s.io/v1alpha2/ResourceClaimParametersList=X>30<31 apiVersion:s items:[645! kind:s metadata:904\nResourceClaimParametersReference  apiGroup:s kind:s! name:s!\nResourceClaimSchedulingStatus  name:s unsuitableNodes:[s\nResourceClaimSpec  allocationMode:s parametersRef:647 resourceClassName:s!\nResourceClaimStatus  allocation:627 deallocationRequested:b driverName:s reservedFor:[643@uid\nResourceClaimTemplate resource.k8s.io/v1alpha2/ResourceClaimTemplate=N<31 apiVersion:s kind:s metadata:906 spec:653!\nResourceClaimTemplateList resource.k8s.io/v1alpha2/ResourceClaimTemplateList=X<31 apiVersion:s items:[651! kind:s metadata:904\nResourceClaimTemplateSpec  metadata:906 spec:649!\nResourceClass resource.k8s.io/v1alpha2/ResourceClass=C<31 apiVersion:s driverName:s! kind:s metadata:906 parametersRef:658 structuredParameters:b>30 suitableNodes:343\nResourceClassList resource.k8s.io/v1alpha2/ResourceClassList=X<31 apiVersion:s items:[654! kind:s metadata:904\nResourceClassParameters resource.k8s.io/v1alpha2/ResourceClassParameters=N>30<31 apiVersion:s filters:[659 generatedFrom:658 kind:s metadata:906 vendorParameters:[665\nResourceClassParametersList resource.k8s.io/v1alpha2/ResourceClassParametersList=X>30<31 apiVersion:s items:[656! kind:s metadata:904\nResourceClassParametersReference  apiGroup:s kind:s! name:s! namespace:s\nResourceFilter  driverName:s namedResources:632\nResourceHandle  data:s driverName:s structuredData:664>30\nResourceRequest  namedResources:635 vendorParameters:o\nResourceSlice resource.k8s.io/v1alpha2/ResourceSlice=C>30<31 apiVersion:s driverName:s! kind:s metadata:906 namedResources:636 nodeName:s\nResourceSliceList resource.k8s.io/v1alpha2/ResourceSliceList=X>30<31 apiVersion:s items:[662! kind:s metadata:904\nStructuredResourceHandle  nodeName:s results:[628! vendorClaimParameters:o vendorClassParameters:o\nVendorParameters  driverName:s parameters:o\nAllocatedDeviceStatus  conditions:[897@type data:o device:s! driver:s! networkData:695 pool:s!\nAllocationResult  controller:s<32 devices:674 nodeSelector:343\nBasicDevice  allNodes:b>33 attributes:{675 capacity:{q consumesCounters:[683>33 nodeName:s>33 nodeSelector:343>33 taints:[688>33\nCELDeviceSelector  expression:s!\nCounter  value:q!\nCounterSet  counters:{670! name:s!\nDevice  basic:668 name:s!\nDeviceAllocationConfiguration  opaque:696 requests:[s source:s!\nDeviceAllocationResult  config:[673 results:[685\nDeviceAttribute  bool:b int:l string:s version:s\nDeviceClaim  config:[677 constraints:[682 requests:[684\nDeviceClaimConfiguration  opaque:696 requests:[s\nDeviceClass resource.k8s.io/v1alpha3/DeviceClass=C>31<34 apiVersion:s kind:s metadata:906 spec:681!\nDeviceClassConfiguration  opaque:696\nDeviceClassList resource.k8s.io/v1alpha3/DeviceClassList=X>31<34 apiVersion:s items:[678! kind:s metadata:904\nDeviceClassSpec  config:[679 selectors:[686 suitableNodes:343<32\nDeviceConstraint  matchAttribute:s requests:[s\nDeviceCounterConsumption  counterSet:s! counters:{670!\nDeviceRequest  adminAccess:b allocationMode:s count:l deviceClassName:s firstAvailable:[687>33 name:s! selectors:[686 tolerations:[694>33\nDeviceRequestAllocationResult  adminAccess:b>32 device:s! driver:s! pool:s! request:s! tolerations:[694>33\nDeviceSelector  cel:669\nDeviceSubRequest  allocationMode:s count:l deviceClassName:s! name:s! selectors:[686 tolerations:[694\nDeviceTaint  effect:s! key:s! timeAdded:t value:s\nDeviceTaintRule resource.k8s.io/v1alpha3/DeviceTaintRule=C>33 apiVersion:s kind:s metadata:906 spec:691! status:692>35\nDeviceTaintRuleList resource.k8s.io/v1alpha3/DeviceTaintRuleList=X>33 apiVersion:s items:[689! kind:s metadata:904\nDeviceTaintRuleSpec  deviceSelector:693 taint:688!\nDeviceTaintRuleStatus  conditions:[897@type\nDeviceTaintSelector  device:s deviceClassName:s<35 driver:s pool:s selectors:[686<35\nDeviceToleration  effect:s key:s operator:s tolerationSeconds:l value:s\nNetworkDeviceData  hardwareAddress:s interfaceName:s ips:[s\nOpaqueDeviceConfiguration  driver:s! parameters:o!\nPodSchedulingContext resource.k8s.io/v1alpha3/PodSchedulingContext=N>31<32 apiVersion:s kind:s metadata:906 spec:699! status:700\nPodSchedulingContextList resource.k8s.io/v1alpha3/PodSchedulingContextList=X>31<32 apiVersion:s items:[697! kind:s metadata:904\nPodSchedulingContextSpec  potentialNodes:[s selectedNode:s\nPodSchedulingContextStatus  resourceClaims:[705@name\nPoolStatus  allocatedDevices:i availableDevices:i driver:s! generation:l! nodeName:s poolName:s! resourceSliceCount:i totalDevices:i unavailableDevices:i validationError:s\nResourceClaim resource.k8s.io/v1alpha3/ResourceClaim=N>31<34 apiVersion:s kind:s metadata:906 spec:706! status:707\nResourceClaimConsumerReference  apiGroup:s name:s! resource:s! uid:s!\nResourceClaimList resource.k8s.io/v1alpha3/ResourceClaimList=X>31<34 apiVersion:s items:[702! kind:s metadata:904\nResourceClaimSchedulingStatus  name:s! unsuitableNodes:[s\nResourceClaimSpec  controller:s<32 devices:676\nResourceClaimStatus  allocation:667 deallocationRequested:b<32 devices:[666@driver+device+pool>32 reservedFor:[703@uid\nResourceClaimTemplate resource.k8s.io/v1alpha3/ResourceClaimTemplate=N>31<34 apiVersion:s kind:s metadata:906 spec:710!\nResourceClaimTemplateList resource.k8s.io/v1alpha3/ResourceClaimTemplateList=X>31<34 apiVersion:s items:[708! kind:s metadata:904\nResourceClaimTemplateSpec  metadata:906 spec:706!\nResourcePool  generation:l! name:s! resourceSliceCount:l!\nResourcePoolStatusRequest resource.k8s.io/v1alpha3/ResourcePoolStatusRequest=C>36 apiVersion:s kind:s metadata:906! spec:714! status:715\nResourcePoolStatusRequestList resource.k8s.io/v1alpha3/ResourcePoolStatusRequestList=X>36 apiVersion:s items:[712! kind:s metadata:904\nResourcePoolStatusRequestSpec  driver:s! limit:i poolName:s\nResourcePoolStatusRequestStatus  conditions:[897@type poolCount:i! pools:[701\nResourceSlice resource.k8s.io/v1alpha3/ResourceSlice=C>31<34 apiVersion:s kind:s metadata:906 spec:718!\nResourceSliceList resource.k8s.io/v1alpha3/ResourceSliceList=X>31<34 apiVersion:s items:[716! kind:s metadata:904\nResourceSliceSpec  allNodes:b devices:[672 driver:s! nodeName:s nodeSelector:343 perDeviceNodeSelection:b>33 pool:711! sharedCounters:[671>33\nAllocatedDeviceStatus  conditions:[897@type data:o device:s! driver:s! networkData:747 pool:s! shareID:s>34\nAllocationResult  allocationTimestamp:t>34 devices:730 nodeSelector:343\nBasicDevice  allNodes:b>33 allowMultipleAllocations:b>34 attributes:{731 bindingConditions:[s>34 bindingFailureConditions:[s>34 bindsToNode:b>34 capacity:{732 consumesCounters:[740>33 nodeAllocatableResourceMappings:{748>36 nodeName:s>33 nodeSelector:343>33 taints:[745>33\nCELDeviceSelector  expression:s!\nCapacityRequestPolicy  default:q validRange:724 validValues:[q\nCapacityRequestPolicyRange  max:q min:q! step:q\nCapacityRequirements  requests:{q\nCounter  value:q!\nCounterSet  counters:{726! name:s!\nDevice  basic:721 name:s!\nDeviceAllocationConfiguration  opaque:749 requests:[s source:s!\nDeviceAllocationResult  config:[729 results:[742\nDeviceAttribute  bool:b bools:[b>36 int:l ints:[l>36 string:s strings:[s>36 version:s versions:[s>36\nDeviceCapacity  requestPolicy:723>34 value:q!\nDeviceClaim  config:[734 constraints:[739 requests:[741\nDeviceClaimConfiguration  opaque:749 requests:[s\nDeviceClass resource.k8s.io/v1beta1/DeviceClass=C>32 apiVersion:s kind:s metadata:906 spec:738!\nDeviceClassConfiguration  opaque:749\nDeviceClassList resource.k8s.io/v1beta1/DeviceClassList=X>32 apiVersion:s items:[735! kind:s metadata:904\nDeviceClassSpec  config:[736 extendedResourceName:s>34 selectors:[743\nDeviceConstraint  distinctAttribute:s>34 matchAttribute:s requests:[s\nDeviceCounterConsumption  counterSet:s! counters:{726!\nDeviceRequest  adminAccess:b allocationMode:s capacity:725>34 count:l deviceClassName:s firstAvailable:[744>33 name:s! selectors:[743 tolerations:[746>33\nDeviceRequestAllocationResult  adminAccess:b bindingConditions:[s>34 bindingFailureConditions:[s>34 consumedCapacity:{q>34 device:s! driver:s! pool:s! request:s! shareID:s>34 tolerations:[746>33\nDeviceSelector  cel:722\nDeviceSubRequest  allocationMode:s capacity:725>34 count:l deviceClassName:s! name:s! selectors:[743 tolerations:[746\nDeviceTaint  effect:s! key:s! timeAdded:t value:s\nDeviceToleration  effect:s key:s operator:s tolerationSeconds:l value:s\nNetworkDeviceData  hardwareAddress:s interfaceName:s ips:[s\nNodeAllocatableResourceMapping  allocationMultiplier:q capacityKey:s\nOpaqueDeviceConfiguration  driver:s! parameters:o!\nResourceClaim resource.k8s.io/v1beta1/ResourceClaim=N>32 apiVersion:s kind:s metadata:906 spec:753! status:754\nResourceClaimConsumerReference  apiGroup:s name:s! resource:s! uid:s!\nResourceClaimList resource.k8s.io/v1beta1/ResourceClaimList=X>32 apiVersion:s items:[750! kind:s metadata:904\nResourceClaimSpec  devices:733\nResourceClaimStatus  allocation:720 devices:[719@driver+device+pool+shareID reservedFor:[751@uid\nResourceClaimTemplate resource.k8s.io/v1beta1/ResourceClaimTemplate=N>32 apiVersion:s kind:s metadata:906 spec:757!\nResourceClaimTemplateList resource.k8s.io/v1beta1/ResourceClaimTemplateList=X>32 apiVersion:s items:[755! kind:s metadata:904\nResourceClaimTemplateSpec  metadata:906 spec:753!\nResourcePool  generation:l! name:s! resourceSliceCount:l!\nResourceSlice resource.k8s.io/v1beta1/ResourceSlice=C>32 apiVersion:s kind:s metadata:906 spec:761!\nResourceSliceList resource.k8s.io/v1beta1/ResourceSliceList=X>32 apiVersion:s items:[759! kind:s metadata:904\nResourceSliceSpec  allNodes:b devices:[728 driver:s! nodeName:s nodeSelector:343 perDeviceNodeSelection:b>33 pool:758! sharedCounters:[727>33\nAllocatedDeviceStatus  conditions:[897@type data:o device:s! driver:s! networkData:795 pool:s! shareID:s>34\nAllocationResult  allocationTimestamp:t>34 devices:772 nodeSelector:343\nCELDeviceSelector  expression:s!\nCapacityRequestPolicy  default:q validRange:766 validValues:[q\nCapacityRequestPolicyRange  max:q min:q! step:q\nCapacityRequirements  requests:{q\nCounter  value:q!\nCounterSet  counters:{768! name:s!\nDevice  allNodes:b allowMultipleAllocations:b>34 attributes:{773 bindingConditions:[s>34 bindingFailureConditions:[s>34 bindsToNode:b>34 capacity:{774 consumesCounters:[782 name:s! nodeAllocatableResourceMappings:{796>36 nodeName:s nodeSelector:343 taints:[787\nDeviceAllocationConfiguration  opaque:797 requests:[s source:s!\nDeviceAllocationResult  config:[771 results:[784\nDeviceAttribute  bool:b bools:[b>36 int:l ints:[l>36 string:s strings:[s>36 version:s versions:[s>36\nDeviceCapacity  requestPolicy:765>34 value:q!\nDeviceClaim  config:[776 constraints:[781 requests:[783\nDeviceClaimConfiguration  opaque:797 requests:[s\nDeviceClass resource.k8s.io/v1beta2/DeviceClass=C>33 apiVersion:s kind:s metadata:906 spec:780!\nDeviceClassConfiguration  opaque:797\nDeviceClassList resource.k8s.io/v1beta2/DeviceClassList=X>33 apiVersion:s items:[777! kind:s metadata:904\nDeviceClassSpec  config:[778 extendedResourceName:s>34 selectors:[785\nDeviceConstraint  distinctAttribute:s>34 matchAttribute:s requests:[s\nDeviceCounterConsumption  counterSet:s! counters:{768!\nDeviceRequest  exactly:794 firstAvailable:[786 name:s!\nDeviceRequestAllocationResult  adminAccess:b bindingConditions:[s>34 bindingFailureConditions:[s>34 consumedCapacity:{q>34 device:s! driver:s! pool:s! request:s! shareID:s>34 tolerations:[793\nDeviceSelector  cel:764\nDeviceSubRequest  allocationMode:s capacity:767>34 count:l deviceClassName:s! name:s! selectors:[785 tolerations:[793\nDeviceTaint  effect:s! key:s! timeAdded:t value:s\nDeviceTaintRule resource.k8s.io/v1beta2/DeviceTaintRule=C>36 apiVersion:s kind:s metadata:906 spec:790! status:791\nDeviceTaintRuleList resource.k8s.io/v1beta2/DeviceTaintRuleList=X>36 apiVersion:s items:[788! kind:s metadata:904\nDeviceTaintRuleSpec  deviceSelector:792 taint:787!\nDeviceTaintRuleStatus  conditions:[897@type\nDeviceTaintSelector  device:s driver:s pool:s\nDeviceToleration  effect:s key:s operator:s tolerationSeconds:l value:s\nExactDeviceRequest  adminAccess:b allocationMode:s capacity:767>34 count:l deviceClassName:s! selectors:[785 tolerations:[793\nNetworkDeviceData  hardwareAddress:s interfaceName:s ips:[s\nNodeAllocatableResourceMapping  allocationMultiplier:q capacityKey:s\nOpaqueDeviceConfiguration  driver:s! parameters:o!\nResourceClaim resource.k8s.io/v1beta2/ResourceClaim=N>33 apiVersion:s kind:s metadata:906 spec:801! status:802\nResourceClaimConsumerReference  apiGroup:s name:s! resource:s! uid:s!\nResourceClaimList resource.k8s.io/v1beta2/ResourceClaimList=X>33 apiVersion:s items:[798! kind:s metadata:904\nResourceClaimSpec  devices:775\nResourceClaimStatus  allocation:763 devices:[762@driver+device+pool+shareID reservedFor:[799@uid\nResourceClaimTemplate resource.k8s.io/v1beta2/ResourceClaimTemplate=N>33 apiVersion:s kind:s metadata:906 spec:805!\nResourceClaimTemplateList resource.k8s.io/v1beta2/ResourceClaimTemplateList=X>33 apiVersion:s items:[803! kind:s metadata:904\nResourceClaimTemplateSpec  metadata:906 spec:801!\nResourcePool  generation:l! name:s! resourceSliceCount:l!\nResourceSlice resource.k8s.io/v1beta2/ResourceSlice=C>33 apiVersion:s kind:s metadata:906 spec:809!\nResourceSliceList resource.k8s.io/v1beta2/ResourceSliceList=X>33 apiVersion:s items:[807! kind:s metadata:904\nResourceSliceSpec  allNodes:b devices:[770 driver:s! nodeName:s nodeSelector:343 perDeviceNodeSelection:b pool:806! sharedCounters:[769\nPriorityClass scheduling.k8s.io/v1/PriorityClass=C apiVersion:s description:s globalDefault:b kind:s metadata:906 preemptionPolicy:s value:i\nPriorityClassList scheduling.k8s.io/v1/PriorityClassList=X apiVersion:s items:[810! kind:s metadata:904\nBasicSchedulingPolicy  \nGangSchedulingPolicy  minCount:i!\nPodGroup  name:s! policy:815!\nPodGroupPolicy  basic:812 gang:813\nTypedLocalObjectReference  apiGroup:s kind:s! name:s!\nWorkload scheduling.k8s.io/v1alpha1/Workload=N>35<36 apiVersion:s kind:s metadata:906 spec:819!\nWorkloadList scheduling.k8s.io/v1alpha1/WorkloadList=X>35<36 apiVersion:s items:[817! kind:s metadata:904\nWorkloadSpec  controllerRef:816 podGroups:[814!@name\nBasicSchedulingPolicy  \nGangSchedulingPolicy  minCount:i!\nPodGroup scheduling.k8s.io/v1alpha2/PodGroup=N>36 apiVersion:s kind:s metadata:906 spec:828! status:829\nPodGroupList scheduling.k8s.io/v1alpha2/PodGroupList=X>36 apiVersion:s items:[822! kind:s metadata:904\nPodGroupResourceClaim  name:s! resourceClaimName:s resourceClaimTemplateName:s\nPodGroupResourceClaimStatus  name:s! resourceClaimName:s\nPodGroupSchedulingConstraints  topology:[832\nPodGroupSchedulingPolicy  basic:820 gang:821\nPodGroupSpec  disruptionMode:s podGroupTemplateRef:831 priority:i priorityClassName:s resourceClaims:[824@name schedulingConstraints:826 schedulingPolicy:827!\nPodGroupStatus  conditions:[897@type resourceClaimStatuses:[825@name\nPodGroupTemplate  disruptionMode:s name:s! priority:i priorityClassName:s resourceClaims:[824@name schedulingConstraints:826 schedulingPolicy:827!\nPodGroupTemplateReference  workload:836\nTopologyConstraint  key:s!\nTypedLocalObjectReference  apiGroup:s kind:s! name:s!\nWorkload scheduling.k8s.io/v1alpha2/Workload=N>36 apiVersion:s kind:s metadata:906 spec:837!\nWorkloadList scheduling.k8s.io/v1alpha2/WorkloadList=X>36 apiVersion:s items:[834! kind:s metadata:904\nWorkloadPodGroupTemplateReference  podGroupTemplateName:s! workloadName:s!\nWorkloadSpec  controllerRef:833 podGroupTemplates:[830!@name\nCSIDriver storage.k8s.io/v1/CSIDriver=C apiVersion:s kind:s metadata:906 spec:840!\nCSIDriverList storage.k8s.io/v1/CSIDriverList=X apiVersion:s items:[838! kind:s metadata:904\nCSIDriverSpec  attachRequired:b fsGroupPolicy:s nodeAllocatableUpdatePeriodSeconds:l>33 podInfoOnMount:b preventPodSchedulingIfMissing:b>36 requiresRepublish:b seLinuxMount:b serviceAccountTokenInSecrets:b>35 storageCapacity:b tokenRequests:[849 volumeLifecycleModes:[s\nCSINode storage.k8s.io/v1/CSINode=C apiVersion:s kind:s metadata:906 spec:844!\nCSINodeDriver  allocatable:858 name:s! nodeID:s! topologyKeys:[s\nCSINodeList storage.k8s.io/v1/CSINodeList=X apiVersion:s items:[841! kind:s metadata:904\nCSINodeSpec  drivers:[842!@name\nCSIStorageCapacity storage.k8s.io/v1/CSIStorageCapacity=N apiVersion:s capacity:q kind:s maximumVolumeSize:q metadata:906 nodeTopology:902 storageClassName:s!\nCSIStorageCapacityList storage.k8s.io/v1/CSIStorageCapacityList=X apiVersion:s items:[845! kind:s metadata:904\nStorageClass storage.k8s.io/v1/StorageClass=C allowVolumeExpansion:b allowedTopologies:[440 apiVersion:s kind:s metadata:906 mountOptions:[s parameters:{s provisioner:s! reclaimPolicy:s volumeBindingMode:s\nStorageClassList storage.k8s.io/v1/StorageClassList=X apiVersion:s items:[847! kind:s metadata:904\nTokenRequest  audience:s! expirationSeconds:l\nVolumeAttachment storage.k8s.io/v1/VolumeAttachment=C apiVersion:s kind:s metadata:906 spec:853! status:854\nVolumeAttachmentList storage.k8s.io/v1/VolumeAttachmentList=X apiVersion:s items:[850! kind:s metadata:904\nVolumeAttachmentSource  inlineVolumeSpec:361 persistentVolumeName:s\nVolumeAttachmentSpec  attacher:s! nodeName:s! source:852!\nVolumeAttachmentStatus  attachError:857 attached:b! attachmentMetadata:{s detachError:857\nVolumeAttributesClass storage.k8s.io/v1/VolumeAttributesClass=C>34 apiVersion:s driverName:s! kind:s metadata:906 parameters:{s\nVolumeAttributesClassList storage.k8s.io/v1/VolumeAttributesClassList=X>34 apiVersion:s items:[855! kind:s metadata:904\nVolumeError  errorCode:i>33 message:s time:t\nVolumeNodeResources  count:i\nVolumeAttributesClass storage.k8s.io/v1alpha1/VolumeAttributesClass=C<35 apiVersion:s driverName:s! kind:s metadata:906 parameters:{s\nVolumeAttributesClassList storage.k8s.io/v1alpha1/VolumeAttributesClassList=X<35 apiVersion:s items:[859! kind:s metadata:904\nVolumeAttributesClass storage.k8s.io/v1beta1/VolumeAttributesClass=C>31 apiVersion:s driverName:s! kind:s metadata:906 parameters:{s\nVolumeAttributesClassList storage.k8s.io/v1beta1/VolumeAttributesClassList=X>31 apiVersion:s items:[861! kind:s metadata:904\nGroupVersionResource  group:s resource:s version:s\nMigrationCondition  lastUpdateTime:t message:s reason:s status:s! type:s!\nStorageVersionMigration storagemigration.k8s.io/v1alpha1/StorageVersionMigration=C>30<35 apiVersion:s kind:s metadata:906 spec:867 status:868\nStorageVersionMigrationList storagemigration.k8s.io/v1alpha1/StorageVersionMigrationList=X>30<35 apiVersion:s items:[865!@type kind:s metadata:904\nStorageVersionMigrationSpec  continueToken:s resource:863!\nStorageVersionMigrationStatus  conditions:[864@type resourceVersion:s\nStorageVersionMigration storagemigration.k8s.io/v1beta1/StorageVersionMigration=C>35 apiVersion:s kind:s metadata:906 spec:871 status:872\nStorageVersionMigrationList storagemigration.k8s.io/v1beta1/StorageVersionMigrationList=X>35 apiVersion:s items:[869! kind:s metadata:904\nStorageVersionMigrationSpec  resource:900!\nStorageVersionMigrationStatus  conditions:[897@type resourceVersion:s\nCustomResourceColumnDefinition  description:s format:s jsonPath:s! name:s! priority:i type:s!\nCustomResourceConversion  strategy:s! webhook:891\nCustomResourceDefinition apiextensions.k8s.io/v1/CustomResourceDefinition=C apiVersion:s kind:s metadata:906 spec:879! status:880\nCustomResourceDefinitionCondition  lastTransitionTime:t message:s observedGeneration:l>35 reason:s status:s! type:s!\nCustomResourceDefinitionList apiextensions.k8s.io/v1/CustomResourceDefinitionList=X apiVersion:s items:[875! kind:s metadata:904\nCustomResourceDefinitionNames  categories:[s kind:s! listKind:s plural:s! shortNames:[s singular:s\nCustomResourceDefinitionSpec  conversion:874 group:s! names:878! preserveUnknownFields:b scope:s! versions:[881!\nCustomResourceDefinitionStatus  acceptedNames:878 conditions:[876@type observedGeneration:l>35 storedVersions:[s\nCustomResourceDefinitionVersion  additionalPrinterColumns:[873 deprecated:b deprecationWarning:s name:s! schema:884 selectableFields:[887>30 served:b! storage:b! subresources:883\nCustomResourceSubresourceScale  labelSelectorPath:s specReplicasPath:s! statusReplicasPath:s!\nCustomResourceSubresources  scale:882 status:o\nCustomResourceValidation  openAPIV3Schema:886\nExternalDocumentation  description:s url:s\nJSONSchemaProps  $ref:s $schema:s additionalItems:B additionalProperties:B allOf:[886 anyOf:[886 default:* definitions:{886 dependencies:{S description:s enum:[* example:* exclusiveMaximum:b exclusiveMinimum:b externalDocs:885 format:s id:s items:A maxItems:l maxLength:l maxProperties:l maximum:d minItems:l minLength:l minProperties:l minimum:d multipleOf:d not:886 nullable:b oneOf:[886 pattern:s patternProperties:{886 properties:{886 required:[s title:s type:s uniqueItems:b x-kubernetes-embedded-resource:b x-kubernetes-int-or-string:b x-kubernetes-list-map-keys:[s x-kubernetes-list-type:s x-kubernetes-map-type:s x-kubernetes-preserve-unknown-fields:b x-kubernetes-validations:[889@rule\nSelectableField  jsonPath:s!\nServiceReference  name:s! namespace:s! path:s port:i\nValidationRule  fieldPath:s message:s messageExpression:s optionalOldSelf:b reason:s rule:s!\nWebhookClientConfig  caBundle:y service:888 url:s\nWebhookConversion  clientConfig:890 conversionReviewVersions:[s!\nAPIGroup /v1/APIGroup=X apiVersion:s kind:s name:s! preferredVersion:901 serverAddressByClientCIDRs:[909 versions:[901!\nAPIGroupList /v1/APIGroupList=X apiVersion:s groups:[892! kind:s\nAPIResource  categories:[s group:s kind:s! name:s! namespaced:b! shortNames:[s singularName:s! storageVersionHash:s verbs:[s! version:s\nAPIResourceList /v1/APIResourceList=X apiVersion:s groupVersion:s! kind:s resources:[894!\nAPIVersions /v1/APIVersions=X apiVersion:s kind:s serverAddressByClientCIDRs:[909! versions:[s!\nCondition  lastTransitionTime:t! message:s! observedGeneration:l reason:s! status:s! type:s!\nDeleteOptions  apiVersion:s dryRun:[s gracePeriodSeconds:l ignoreStoreReadErrorWithClusterBreakingPotential:b>32 kind:s orphanDependents:b preconditions:908 propagationPolicy:s\nFieldSelectorRequirement  key:s! operator:s! values:[s\nGroupResource  group:s! resource:s!\nGroupVersionForDiscovery  groupVersion:s! version:s!\nLabelSelector  matchExpressions:[903 matchLabels:{s\nLabelSelectorRequirement  key:s! operator:s! values:[s\nListMeta  continue:s remainingItemCount:l resourceVersion:s selfLink:s shardInfo:910>36\nManagedFieldsEntry  apiVersion:s fieldsType:s fieldsV1:o manager:s operation:s subresource:s time:t\nObjectMeta  annotations:{s creationTimestamp:t deletionGracePeriodSeconds:l deletionTimestamp:t finalizers:[s generateName:s generation:l labels:{s managedFields:[905 name:s namespace:s ownerReferences:[907@uid resourceVersion:s selfLink:s uid:s\nOwnerReference  apiVersion:s! blockOwnerDeletion:b controller:b kind:s! name:s! uid:s!\nPreconditions  resourceVersion:s uid:s\nServerAddressByClientCIDR  clientCIDR:s! serverAddress:s!\nShardInfo  selector:s!\nStatus /v1/Status=X>31 apiVersion:s code:i details:913 kind:s message:s metadata:904 reason:s status:s\nStatusCause  field:s message:s reason:s\nStatusDetails  causes:[912 group:s kind:s name:s retryAfterSeconds:i uid:s\nWatchEvent  object:o! type:s!\nInfo  buildDate:s! compiler:s! emulationMajor:s>33 emulationMinor:s>33 gitCommit:s! gitTreeState:s! gitVersion:s! goVersion:s! major:s! minCompatibilityMajor:s>33 minCompatibilityMinor:s>33 minor:s! platform:s!\nAPIService apiregistration.k8s.io/v1/APIService=C apiVersion:s kind:s metadata:906 spec:919 status:920\nAPIServiceCondition  lastTransitionTime:t message:s reason:s status:s! type:s!\nAPIServiceList apiregistration.k8s.io/v1/APIServiceList=X apiVersion:s items:[916! kind:s metadata:904\nAPIServiceSpec  caBundle:y group:s groupPriorityMinimum:i! insecureSkipTLSVerify:b service:921 version:s versionPriority:i!\nAPIServiceStatus  conditions:[917@type\nServiceReference  name:s namespace:s port:i';

;// CONCATENATED MODULE: ./lib/manifests/schema/type.js

const lines = table.split('\n');
const types = [];
const fieldForm = /^([^:]+):([^!@<>]+)(!)?(?:@([^<>]+))?(?:>(\d+))?(?:<(\d+))?$/;
function parseField(word) {
    const [, name = '', type = '*', required, keys, since, until] = fieldForm.exec(word) ?? [];
    const listKeys = keys?.split('+') ?? [];
    return [
        name,
        {
            type,
            required: required === '!',
            listKeys,
            since: Number(since ?? 0),
            until: Number(until ?? Number.POSITIVE_INFINITY),
        },
    ];
}
/** A type of the table, read when it is first asked for. */
function objectType(number) {
    const known = types[number];
    if (known !== undefined)
        return known;
    const [name = '', , ...fields] = (lines[number] ?? '').split(' ');
    const map = new Map(fields.filter((word) => word !== '').map(parseField));
    const type = { name, fields: map, required: [...map].flatMap(([field, { required }]) => (required ? field : [])) };
    types[number] = type;
    return type;
}
const kindForm = /^([^=]+)=([NCX])(?:>(\d+))?(?:<(\d+))?$/;
let kinds;
function readKinds() {
    const found = new Map();
    lines.forEach((line, type) => {
        const start = line.indexOf(' ') + 1;
        const end = line.indexOf(' ', start);
        if (end === start)
            return;
        for (const word of line.slice(start, end).split(',')) {
            const [, id = '', scope, since, until] = kindForm.exec(word) ?? [];
            found.set(id, {
                type,
                namespaced: scope === 'N',
                served: scope !== 'X',
                since: Number(since ?? 0),
                until: Number(until ?? Number.POSITIVE_INFINITY),
            });
        }
    });
    return found;
}
/** `group/version/Kind`, the group empty for `v1`. */
function kindId(apiVersion, kind) {
    return `${apiVersion.includes('/') ? apiVersion : `/${apiVersion}`}/${kind}`;
}
function kindType(id) {
    kinds ??= readKinds();
    return kinds.get(id);
}
/** All kinds of the table: for suggestions. */
function knownKinds() {
    kinds ??= readKinds();
    return kinds.keys();
}

;// CONCATENATED MODULE: ./lib/manifests/schema/advice.js


/** `a.b[0].c`, as Go's strict decoder writes paths. */
function dotted(path) {
    let text = '';
    for (const step of path)
        text += typeof step === 'number' ? `[${step}]` : text === '' ? step : `.${step}`;
    return text;
}
/** By name the nearest place to the root that has a field of it. */
function placesOf(root) {
    const places = new Map();
    const queue = [{ number: root, path: [] }];
    const seen = new Set([root]);
    for (let next = queue.shift(); next !== undefined; next = queue.shift()) {
        const { fields } = objectType(next.number);
        for (const [name, { type }] of fields) {
            if (next.path.length > 0 && !places.has(name))
                places.set(name, next.path.join('.'));
            const inner = type.replace(/^[[{]+/, '');
            if (!/^\d+$/.test(inner) ||
                seen.has(Number(inner)) ||
                name === 'status' ||
                name === 'metadata' ||
                next.path.length > 6)
                continue;
            seen.add(Number(inner));
            queue.push({ number: Number(inner), path: [...next.path, type.startsWith('[') ? `${name}[]` : name] });
        }
    }
    return places;
}
const known = new Map();
/** Where else in an object of this type a field of that name is; the nearest place to the root. */
function placeOf(key, root) {
    const places = known.get(root) ?? placesOf(root);
    known.set(root, places);
    return places.get(key);
}
/** What is to be said of a field that a type has not: which one was meant, or where it belongs. */
function adviceOn(path, number, root) {
    const key = String(path.at(-1));
    const { fields, name: type } = objectType(number);
    const message = `${type} has no field \`${key}\` (\`${dotted(path)}\`); the API server refuses it`;
    const meant = nearest(key, fields.keys());
    if (meant !== undefined)
        return { message: `${message}; did you mean \`${meant}\`?`, remediation: `Write \`${meant}\`.`, meant };
    const home = placeOf(key, root);
    if (home !== undefined)
        return { message: `${message}; it belongs to \`${home}\``, remediation: `Move \`${key}\` to \`${home}\`.` };
    return { message, remediation: `Delete \`${key}\`.` };
}
/** What is to be said of a field that another version has. */
function outOfVersion(name, field, minor) {
    const when = minor < field.since ? `came with 1.${field.since}` : `went with 1.${field.until}`;
    return {
        message: `\`${name}\` ${when}; Kubernetes 1.${minor} does not have it`,
        remediation: `Leave it out, or take 1.${minor} from the versions that are judged.`,
    };
}

;// CONCATENATED MODULE: ./lib/manifests/schema/quantity.js
const quantity_form = /^([+-]?)(\d*)(?:\.(\d*))?(n|u|m|k|M|G|T|P|E|Ki|Mi|Gi|Ti|Pi|Ei|[eE][+-]?\d+)?$/;
const decimal = { n: -9, u: -6, m: -3, k: 3, M: 6, G: 9, T: 12, P: 15, E: 18 };
const binary = {
    Ki: 2n ** 10n,
    Mi: 2n ** 20n,
    Gi: 2n ** 30n,
    Ti: 2n ** 40n,
    Pi: 2n ** 50n,
    Ei: 2n ** 60n,
};
/** Reads a quantity as `ParseQuantity` of k8s.io/apimachinery/pkg/api/resource does; undefined where it is none. */
function parseQuantity(text) {
    const found = quantity_form.exec(text);
    if (found === null)
        return undefined;
    const [, sign, whole = '', fraction = '', suffix = ''] = found;
    if (whole === '' && fraction === '')
        return undefined;
    const digits = BigInt(whole + fraction || '0');
    const signed = sign === '-' ? -digits : digits;
    const factor = binary[suffix];
    if (factor !== undefined)
        return { amount: signed * factor, exponent: -fraction.length, text };
    const exponent = decimal[suffix] ?? (suffix === '' ? 0 : Number(suffix.slice(1)));
    if (Math.abs(exponent) > 1000)
        return undefined;
    return { amount: signed, exponent: exponent - fraction.length, text };
}
/** Below 0, 0 or above 0, as the first is smaller, equal or larger. */
function compareQuantities(a, b) {
    const exponent = Math.min(a.exponent, b.exponent);
    const left = a.amount * 10n ** BigInt(a.exponent - exponent);
    const right = b.amount * 10n ** BigInt(b.exponent - exponent);
    return left < right ? -1 : left > right ? 1 : 0;
}
function signOf({ amount }) {
    return amount < 0n ? -1 : amount > 0n ? 1 : 0;
}
/** Whether it is a whole number, once rounded up to thousandths as Kubernetes does. */
function isWhole(quantity) {
    return milliValue(quantity) % 1000n === 0n;
}
/** In thousandths, rounded up. */
function milliValue({ amount, exponent }) {
    const shift = exponent + 3;
    if (shift >= 0)
        return amount * 10n ** BigInt(shift);
    const divisor = 10n ** BigInt(-shift);
    const [quotient, rest] = [amount / divisor, amount % divisor];
    return rest > 0n ? quotient + 1n : quotient;
}
/** As a whole number, rounded up. */
function wholeValue(quantity) {
    const { amount, exponent } = quantity;
    if (exponent >= 0)
        return amount * 10n ** BigInt(exponent);
    const divisor = 10n ** BigInt(-exponent);
    const [quotient, rest] = [amount / divisor, amount % divisor];
    return rest > 0n ? quotient + 1n : quotient;
}

;// CONCATENATED MODULE: ./lib/manifests/schema/scalars.js

const rfc3339 = /^\d{4}-(?:0[1-9]|1[0-2])-(?:0[1-9]|[12]\d|3[01])T(?:[01]\d|2[0-3]):[0-5]\d:[0-5]\d(?:[.,]\d+)?(?:Z|[+-](?:[01]\d|2[0-4]):[0-5]\d)$/;
const rfc3339Micro = /^\d{4}-(?:0[1-9]|1[0-2])-(?:0[1-9]|[12]\d|3[01])T(?:[01]\d|2[0-3]):[0-5]\d:[0-5]\d[.,]\d{6,}(?:Z|[+-](?:[01]\d|2[0-4]):[0-5]\d)$/;
const base64 = /^(?:[A-Za-z0-9+/]{4})*(?:[A-Za-z0-9+/]{2}==|[A-Za-z0-9+/]{3}=)?$/;
const words = {
    s: 'a string',
    b: 'true or false',
    i: 'a whole number',
    l: 'a whole number',
    d: 'a number',
    q: 'a quantity such as `500m` or `64Mi`',
    p: 'a whole number or a string',
    t: 'a time such as `2024-01-31T00:00:00Z`',
    T: 'a time with microseconds',
    y: 'base64',
    o: 'a mapping',
    A: 'a schema or a list of schemas',
    B: 'true, false or a schema',
    S: 'a schema or a list of strings',
};
function describeType(type) {
    if (type.startsWith('['))
        return 'a list';
    if (type.startsWith('{'))
        return 'a mapping';
    return words[type] ?? 'a mapping';
}
function describeValue(value) {
    if (Array.isArray(value))
        return 'a list';
    if (typeof value === 'object')
        return value === null ? 'null' : 'a mapping';
    return `${typeof value === 'string' ? 'the string' : `the ${typeof value}`} \`${String(value).slice(0, 60)}\``;
}
/** Whether a scalar fits its type; `'silent'` where Go's error names no field. */
function scalarFits(value, type) {
    switch (type) {
        case 's':
            return typeof value === 'string';
        case 'b':
            return typeof value === 'boolean';
        case 'i':
            return typeof value === 'number' && Number.isInteger(value) && value >= -2147483648 && value <= 2147483647;
        case 'l':
            return typeof value === 'number' && Number.isInteger(value) && Math.abs(value) <= 2 ** 63;
        case 'd':
            return typeof value === 'number';
        case 'p':
            return typeof value === 'string' || scalarFits(value, 'i');
        case 'q':
            if (typeof value !== 'string' && typeof value !== 'number')
                return 'silent';
            return parseQuantity(String(value).trim()) === undefined ? 'silent' : true;
        case 't':
        case 'T':
            if (typeof value !== 'string')
                return false;
            return (type === 't' ? rfc3339 : rfc3339Micro).test(value) ? true : 'silent';
        case 'y':
            if (typeof value !== 'string')
                return Array.isArray(value);
            return base64.test(value.replaceAll(/[\r\n]/g, '')) ? true : 'silent';
        default:
            return true;
    }
}

;// CONCATENATED MODULE: ./lib/manifests/schema/decode.js



function isObject(value) {
    return typeof value === 'object' && value !== null && !Array.isArray(value);
}
/** Whether a path comes before another where keys are sorted by their UTF-8 bytes. */
function before(a, b) {
    for (let index = 0; index < Math.min(a.length, b.length); index++) {
        const [left, right] = [a[index], b[index]];
        if (left === right)
            continue;
        return typeof left === 'number' && typeof right === 'number' ? left < right : String(left) < String(right);
    }
    return a.length < b.length;
}
/** Walks an object beside its type. */
class Decoder {
    #type;
    #unknown = [];
    #missing = [];
    #path = [];
    #minor;
    #root;
    #strict = true;
    constructor(root, minor) {
        this.#root = root;
        this.#minor = minor;
    }
    decode(value) {
        this.#fields(value, this.#root);
        return { type: this.#typeProblem(), unknown: this.#unknown, missing: this.#missing };
    }
    #typeProblem() {
        if (this.#type === undefined)
            return undefined;
        const { path, silent, value, expected } = this.#type;
        const steps = path.filter((step) => typeof step === 'string');
        const message = `\`${dotted(path)}\` must be ${describeType(expected)}, and is ${describeValue(value)}`;
        const field = silent ? '' : this.#goField(path, steps);
        return { stage: 'decode', type: 'Type', field, path, message, ...mendingOf(value, expected) };
    }
    /** Go names the fields of structs on the way, neither indexes nor the keys of maps. */
    #goField(path, steps) {
        let type = String(this.#root);
        const names = [];
        for (const step of path) {
            if (type.startsWith('[') || type.startsWith('{'))
                type = type.slice(1);
            else if (/^\d+$/.test(type)) {
                names.push(step);
                type = objectType(Number(type)).fields.get(String(step))?.type ?? '*';
            }
            else
                return steps.join('.');
            if ('AS'.includes(type) || type === 'B')
                type = this.#schemaType(type);
        }
        return names.join('.');
    }
    #schemaType(type) {
        return type === 'A' || type === 'B' || type === 'S' ? String(schemaProps()) : type;
    }
    #wrong(value, expected, silent = false) {
        if (this.#type !== undefined && before(this.#type.path, this.#path))
            return;
        this.#type = { path: [...this.#path], silent, value, expected };
    }
    #value(value, type) {
        if (value === null)
            return;
        const first = type.charCodeAt(0);
        if (first === 91 /* [ */)
            this.#list(value, type);
        else if (first === 123 /* { */)
            this.#map(value, type);
        else if (first >= 48 && first <= 57) {
            if (isObject(value))
                this.#fields(value, Number(type));
            else
                this.#wrong(value, type);
        }
        else if (type === 'A' || type === 'B' || type === 'S')
            this.#either(value, type);
        else {
            const fits = scalarFits(value, type);
            if (fits !== true)
                this.#wrong(value, type, fits === 'silent');
        }
    }
    #list(value, type) {
        if (!Array.isArray(value)) {
            this.#wrong(value, type);
            return;
        }
        const inner = type.slice(1);
        for (let index = 0; index < value.length; index++) {
            this.#path.push(index);
            this.#value(value[index], inner);
            this.#path.pop();
        }
    }
    #map(value, type) {
        if (!isObject(value)) {
            this.#wrong(value, type);
            return;
        }
        const inner = type.slice(1);
        for (const key of Object.keys(value)) {
            this.#path.push(key);
            this.#value(value[key], inner);
            this.#path.pop();
        }
    }
    /** Schemas within a CRD that have a decoder of their own: it is not strict. */
    #either(value, type) {
        const strict = this.#strict;
        this.#strict = false;
        if (isObject(value))
            this.#fields(value, schemaProps());
        else if (type === 'A' && Array.isArray(value))
            this.#list(value, `[${schemaProps()}`);
        else if (type === 'S' && Array.isArray(value))
            this.#list(value, '[s');
        else if (type !== 'B' || typeof value !== 'boolean')
            this.#wrong(value, type, true);
        this.#strict = strict;
    }
    #fields(value, number) {
        const { fields, required } = objectType(number);
        for (const key of Object.keys(value)) {
            const field = fields.get(key);
            this.#path.push(key);
            if (field === undefined || this.#minor < field.since || this.#minor >= field.until)
                this.#strange(number, field);
            else
                this.#value(value[key], field.type);
            this.#path.pop();
        }
        if (this.#strict)
            for (const name of required)
                if ((value[name] ?? null) === null)
                    this.#absent(name, fields.get(name));
    }
    #absent(name, field) {
        if (field === undefined || this.#minor < field.since || this.#minor >= field.until)
            return;
        const path = [...this.#path, name];
        this.#missing.push({
            stage: 'validate',
            type: 'FieldValueRequired',
            field: dotted(path),
            path,
            message: `\`${dotted(path)}\` is missing`,
        });
    }
    #strange(number, field) {
        if (!this.#strict)
            return;
        const path = [...this.#path];
        const name = dotted(path);
        const { message, remediation, meant } = field === undefined ? adviceOn(path, number, this.#root) : outOfVersion(name, field, this.#minor);
        this.#unknown.push({
            stage: 'strict',
            type: 'UnknownField',
            field: name,
            path,
            message,
            remediation,
            ...renaming(meant),
        });
    }
}
/** A scalar of the wrong type whose right form is the same characters, with or without quotes. */
function mendingOf(value, expected) {
    if (expected === 's' && (typeof value === 'number' || typeof value === 'boolean'))
        return { mending: { action: 'quote' } };
    const fits = typeof value === 'string' && (expected === 'b' ? /^(true|false)$/ : /^-?\d+$/).test(value);
    return fits && ['b', 'i', 'l'].includes(expected) ? { mending: { action: 'unquote' } } : {};
}
function renaming(meant) {
    return meant === undefined ? {} : { mending: { action: 'rename', to: meant } };
}
let schemaNumber;
function schemaProps() {
    schemaNumber ??= Number(objectType(findType('CustomResourceValidation')).fields.get('openAPIV3Schema')?.type ?? 0);
    return schemaNumber;
}
function findType(name) {
    for (let number = 0;; number++) {
        const type = objectType(number);
        if (type.name === name || type.name === '')
            return number;
    }
}
/** Decodes an object as its kind, as Kubernetes 1.`minor` does with strict field validation. */
function decode(value, type, minor) {
    return new Decoder(type, minor).decode(value);
}

;// CONCATENATED MODULE: ./lib/manifests/schema/lifecycle.js
/** Made by scripts/lifecycle-table.mjs from k8s.io/api. `group/version/Kind introduced deprecated removed replacement`, minors of Kubernetes 1. */
const lifecycle = `
/v1/Binding 0 0 0 -
/v1/ConfigMap 2 0 0 -
/v1/Endpoints 0 0 0 -
/v1/Event 0 0 0 -
/v1/LimitRange 0 0 0 -
/v1/Namespace 0 0 0 -
/v1/Node 0 0 0 -
/v1/PersistentVolume 0 0 0 -
/v1/PersistentVolumeClaim 0 0 0 -
/v1/Pod 0 0 0 -
/v1/PodStatusResult 0 0 0 -
/v1/PodTemplate 0 0 0 -
/v1/RangeAllocation 0 0 0 -
/v1/ReplicationController 0 0 0 -
/v1/ResourceQuota 0 0 0 -
/v1/Secret 0 0 0 -
/v1/SerializedReference 0 0 0 -
/v1/Service 0 0 0 -
/v1/ServiceAccount 0 0 0 -
admission.k8s.io/v1/AdmissionReview 19 0 0 -
admission.k8s.io/v1beta1/AdmissionReview 9 19 22 admission.k8s.io/v1/AdmissionReview
admissionregistration.k8s.io/v1/MutatingAdmissionPolicy 36 0 0 -
admissionregistration.k8s.io/v1/MutatingAdmissionPolicyBinding 36 0 0 -
admissionregistration.k8s.io/v1/MutatingWebhookConfiguration 16 0 0 -
admissionregistration.k8s.io/v1/ValidatingAdmissionPolicy 30 0 0 -
admissionregistration.k8s.io/v1/ValidatingAdmissionPolicyBinding 30 0 0 -
admissionregistration.k8s.io/v1/ValidatingWebhookConfiguration 16 0 0 -
admissionregistration.k8s.io/v1alpha1/MutatingAdmissionPolicy 32 35 38 -
admissionregistration.k8s.io/v1alpha1/MutatingAdmissionPolicyBinding 32 35 38 -
admissionregistration.k8s.io/v1alpha1/ValidatingAdmissionPolicy 26 29 32 -
admissionregistration.k8s.io/v1alpha1/ValidatingAdmissionPolicyBinding 26 29 32 -
admissionregistration.k8s.io/v1beta1/MutatingAdmissionPolicy 34 37 40 admissionregistration.k8s.io/v1/MutatingAdmissionPolicy
admissionregistration.k8s.io/v1beta1/MutatingAdmissionPolicyBinding 34 37 40 admissionregistration.k8s.io/v1/MutatingAdmissionPolicyBinding
admissionregistration.k8s.io/v1beta1/MutatingWebhookConfiguration 9 16 22 admissionregistration.k8s.io/v1/MutatingWebhookConfiguration
admissionregistration.k8s.io/v1beta1/ValidatingAdmissionPolicy 28 31 34 -
admissionregistration.k8s.io/v1beta1/ValidatingAdmissionPolicyBinding 28 31 34 -
admissionregistration.k8s.io/v1beta1/ValidatingWebhookConfiguration 9 16 22 admissionregistration.k8s.io/v1/ValidatingWebhookConfiguration
apidiscovery.k8s.io/v2/APIGroupDiscovery 30 0 0 -
apidiscovery.k8s.io/v2beta1/APIGroupDiscovery 26 32 35 -
apiextensions.k8s.io/v1beta1/CustomResourceDefinition 7 16 22 apiextensions.k8s.io/v1/CustomResourceDefinition
apiregistration.k8s.io/v1beta1/APIService 10 19 22 apiregistration.k8s.io/v1/APIService
apps/v1/ControllerRevision 9 0 0 -
apps/v1/DaemonSet 9 0 0 -
apps/v1/Deployment 9 0 0 -
apps/v1/ReplicaSet 9 0 0 -
apps/v1/StatefulSet 9 0 0 -
apps/v1beta1/ControllerRevision 7 8 16 apps/v1/ControllerRevision
apps/v1beta1/Deployment 6 8 16 apps/v1/Deployment
apps/v1beta1/DeploymentRollback 6 8 16 apps/v1/DeploymentRollback
apps/v1beta1/Scale 6 8 16 autoscaling/v1/Scale
apps/v1beta1/StatefulSet 5 8 16 apps/v1/StatefulSet
apps/v1beta2/ControllerRevision 8 9 16 apps/v1/ControllerRevision
apps/v1beta2/DaemonSet 8 9 16 apps/v1/DaemonSet
apps/v1beta2/Deployment 8 9 16 apps/v1/Deployment
apps/v1beta2/ReplicaSet 8 9 16 apps/v1/ReplicaSet
apps/v1beta2/Scale 8 9 16 autoscaling/v1/Scale
apps/v1beta2/StatefulSet 8 9 16 apps/v1/StatefulSet
authentication.k8s.io/v1/SelfSubjectReview 28 0 0 -
authentication.k8s.io/v1/TokenRequest 10 0 0 -
authentication.k8s.io/v1/TokenReview 6 0 0 -
authentication.k8s.io/v1alpha1/SelfSubjectReview 26 29 32 -
authentication.k8s.io/v1beta1/SelfSubjectReview 27 30 33 -
authentication.k8s.io/v1beta1/TokenReview 4 19 22 authentication.k8s.io/v1/TokenReview
authorization.k8s.io/v1/LocalSubjectAccessReview 19 0 0 -
authorization.k8s.io/v1/SelfSubjectAccessReview 19 0 0 -
authorization.k8s.io/v1/SelfSubjectRulesReview 19 0 0 -
authorization.k8s.io/v1/SubjectAccessReview 6 0 0 -
authorization.k8s.io/v1beta1/LocalSubjectAccessReview 2 19 22 authorization.k8s.io/v1/LocalSubjectAccessReview
authorization.k8s.io/v1beta1/SelfSubjectAccessReview 2 19 22 authorization.k8s.io/v1/SelfSubjectAccessReview
authorization.k8s.io/v1beta1/SelfSubjectRulesReview 8 19 22 authorization.k8s.io/v1/SelfSubjectRulesReview
authorization.k8s.io/v1beta1/SubjectAccessReview 2 19 22 authorization.k8s.io/v1/SubjectAccessReview
autoscaling/v1/HorizontalPodAutoscaler 2 0 0 -
autoscaling/v1/Scale 2 0 0 -
autoscaling/v2/HorizontalPodAutoscaler 23 0 0 -
autoscaling/v2alpha1/HorizontalPodAutoscaler 5 7 8 autoscaling/v2/HorizontalPodAutoscaler
autoscaling/v2beta1/HorizontalPodAutoscaler 8 22 25 autoscaling/v2/HorizontalPodAutoscaler
autoscaling/v2beta2/HorizontalPodAutoscaler 12 23 26 autoscaling/v2/HorizontalPodAutoscaler
batch/v1/CronJob 21 0 0 -
batch/v1/Job 2 0 0 -
batch/v1beta1/CronJob 8 21 25 batch/v1/CronJob
batch/v2alpha1/CronJob 4 8 21 batch/v1/CronJob
certificates.k8s.io/v1/CertificateSigningRequest 19 0 0 -
certificates.k8s.io/v1alpha1/ClusterTrustBundle 26 34 37 -
certificates.k8s.io/v1alpha1/PodCertificateRequest 34 37 40 -
certificates.k8s.io/v1beta1/CertificateSigningRequest 12 19 22 certificates.k8s.io/v1/CertificateSigningRequest
certificates.k8s.io/v1beta1/ClusterTrustBundle 33 37 40 -
certificates.k8s.io/v1beta1/PodCertificateRequest 35 38 41 -
coordination.k8s.io/v1/Lease 14 0 0 -
coordination.k8s.io/v1alpha2/LeaseCandidate 32 35 38 -
coordination.k8s.io/v1beta1/Lease 12 19 22 coordination.k8s.io/v1/Lease
coordination.k8s.io/v1beta1/LeaseCandidate 33 36 39 -
discovery.k8s.io/v1/EndpointSlice 21 0 0 -
discovery.k8s.io/v1beta1/EndpointSlice 16 21 25 discovery.k8s.io/v1/EndpointSlice
events.k8s.io/v1/Event 19 0 0 -
events.k8s.io/v1beta1/Event 8 22 25 -
extensions/v1beta1/DaemonSet 1 8 16 apps/v1/DaemonSet
extensions/v1beta1/Deployment 1 8 16 apps/v1/Deployment
extensions/v1beta1/DeploymentRollback 2 8 16 -
extensions/v1beta1/Ingress 1 14 22 networking.k8s.io/v1/Ingress
extensions/v1beta1/NetworkPolicy 3 9 16 networking.k8s.io/v1/NetworkPolicy
extensions/v1beta1/ReplicaSet 2 8 16 apps/v1/ReplicaSet
extensions/v1beta1/Scale 1 2 16 -
flowcontrol.apiserver.k8s.io/v1/FlowSchema 29 0 0 -
flowcontrol.apiserver.k8s.io/v1/PriorityLevelConfiguration 29 0 0 -
flowcontrol.apiserver.k8s.io/v1beta1/FlowSchema 20 23 26 flowcontrol.apiserver.k8s.io/v1beta3/FlowSchema
flowcontrol.apiserver.k8s.io/v1beta1/PriorityLevelConfiguration 20 23 26 flowcontrol.apiserver.k8s.io/v1beta3/PriorityLevelConfiguration
flowcontrol.apiserver.k8s.io/v1beta2/FlowSchema 23 26 29 flowcontrol.apiserver.k8s.io/v1beta3/FlowSchema
flowcontrol.apiserver.k8s.io/v1beta2/PriorityLevelConfiguration 23 26 29 flowcontrol.apiserver.k8s.io/v1beta3/PriorityLevelConfiguration
flowcontrol.apiserver.k8s.io/v1beta3/FlowSchema 26 29 32 flowcontrol.apiserver.k8s.io/v1/FlowSchema
flowcontrol.apiserver.k8s.io/v1beta3/PriorityLevelConfiguration 26 29 32 flowcontrol.apiserver.k8s.io/v1/PriorityLevelConfiguration
networking.k8s.io/v1/IPAddress 33 0 0 -
networking.k8s.io/v1/Ingress 19 0 0 -
networking.k8s.io/v1/IngressClass 19 0 0 -
networking.k8s.io/v1/NetworkPolicy 7 0 0 -
networking.k8s.io/v1/ServiceCIDR 33 0 0 -
networking.k8s.io/v1alpha1/IPAddress 27 30 33 -
networking.k8s.io/v1alpha1/ServiceCIDR 27 30 33 -
networking.k8s.io/v1beta1/IPAddress 31 34 37 -
networking.k8s.io/v1beta1/Ingress 14 19 22 networking.k8s.io/v1/Ingress
networking.k8s.io/v1beta1/IngressClass 18 19 22 networking.k8s.io/v1/IngressClassList
networking.k8s.io/v1beta1/ServiceCIDR 31 34 37 -
node.k8s.io/v1/RuntimeClass 20 0 0 -
node.k8s.io/v1beta1/RuntimeClass 13 22 25 -
policy/v1/Eviction 22 0 0 -
policy/v1/PodDisruptionBudget 21 0 0 -
policy/v1beta1/Eviction 5 22 25 -
policy/v1beta1/PodDisruptionBudget 5 21 25 policy/v1/PodDisruptionBudget
rbac.authorization.k8s.io/v1/ClusterRole 8 0 0 -
rbac.authorization.k8s.io/v1/ClusterRoleBinding 8 0 0 -
rbac.authorization.k8s.io/v1/Role 8 0 0 -
rbac.authorization.k8s.io/v1/RoleBinding 8 0 0 -
rbac.authorization.k8s.io/v1alpha1/ClusterRole 5 17 22 rbac.authorization.k8s.io/v1/ClusterRole
rbac.authorization.k8s.io/v1alpha1/ClusterRoleBinding 5 17 22 rbac.authorization.k8s.io/v1/ClusterRoleBinding
rbac.authorization.k8s.io/v1alpha1/Role 5 17 22 rbac.authorization.k8s.io/v1/Role
rbac.authorization.k8s.io/v1alpha1/RoleBinding 5 17 22 rbac.authorization.k8s.io/v1/RoleBinding
rbac.authorization.k8s.io/v1beta1/ClusterRole 6 17 22 rbac.authorization.k8s.io/v1/ClusterRole
rbac.authorization.k8s.io/v1beta1/ClusterRoleBinding 6 17 22 rbac.authorization.k8s.io/v1/ClusterRoleBinding
rbac.authorization.k8s.io/v1beta1/Role 6 17 22 rbac.authorization.k8s.io/v1/Role
rbac.authorization.k8s.io/v1beta1/RoleBinding 6 17 22 rbac.authorization.k8s.io/v1/RoleBinding
resource.k8s.io/v1/DeviceClass 34 0 0 -
resource.k8s.io/v1/ResourceClaim 34 0 0 -
resource.k8s.io/v1/ResourceClaimTemplate 34 0 0 -
resource.k8s.io/v1/ResourceSlice 34 0 0 -
resource.k8s.io/v1alpha3/DeviceTaintRule 33 36 39 -
resource.k8s.io/v1alpha3/ResourcePoolStatusRequest 36 39 42 -
resource.k8s.io/v1beta1/DeviceClass 32 35 38 -
resource.k8s.io/v1beta1/ResourceClaim 32 35 38 -
resource.k8s.io/v1beta1/ResourceClaimTemplate 32 35 38 -
resource.k8s.io/v1beta1/ResourceSlice 32 35 38 -
resource.k8s.io/v1beta2/DeviceClass 33 36 39 -
resource.k8s.io/v1beta2/DeviceTaintRule 36 39 42 -
resource.k8s.io/v1beta2/ResourceClaim 33 36 39 -
resource.k8s.io/v1beta2/ResourceClaimTemplate 33 36 39 -
resource.k8s.io/v1beta2/ResourceSlice 33 36 39 -
scheduling.k8s.io/v1/PriorityClass 14 0 0 -
scheduling.k8s.io/v1alpha1/PriorityClass 8 14 22 scheduling.k8s.io/v1/PriorityClass
scheduling.k8s.io/v1beta1/PriorityClass 11 14 22 scheduling.k8s.io/v1/PriorityClass
settings.k8s.io/v1alpha1/PodPreset 6 19 20 -
storage.k8s.io/v1/CSIDriver 18 0 0 -
storage.k8s.io/v1/CSINode 17 0 0 -
storage.k8s.io/v1/CSIStorageCapacity 24 0 0 -
storage.k8s.io/v1/StorageClass 6 0 0 -
storage.k8s.io/v1/VolumeAttachment 13 0 0 -
storage.k8s.io/v1/VolumeAttributesClass 34 0 0 -
storage.k8s.io/v1alpha1/CSIStorageCapacity 19 21 24 storage.k8s.io/v1beta1/CSIStorageCapacity
storage.k8s.io/v1alpha1/VolumeAttachment 9 21 24 storage.k8s.io/v1/VolumeAttachment
storage.k8s.io/v1alpha1/VolumeAttributesClass 29 32 35 storage.k8s.io/v1/VolumeAttributesClass
storage.k8s.io/v1beta1/CSIDriver 14 19 22 storage.k8s.io/v1/CSIDriver
storage.k8s.io/v1beta1/CSINode 14 17 22 storage.k8s.io/v1/CSINode
storage.k8s.io/v1beta1/CSIStorageCapacity 21 24 27 storage.k8s.io/v1/CSIStorageCapacity
storage.k8s.io/v1beta1/StorageClass 4 19 22 storage.k8s.io/v1/StorageClass
storage.k8s.io/v1beta1/VolumeAttachment 10 19 22 storage.k8s.io/v1/VolumeAttachment
storage.k8s.io/v1beta1/VolumeAttributesClass 31 34 37 storage.k8s.io/v1/VolumeAttributesClass
storagemigration.k8s.io/v1alpha1/StorageVersionMigration 30 33 36 -
storagemigration.k8s.io/v1beta1/StorageVersionMigration 35 38 41 -
`;

;// CONCATENATED MODULE: ./lib/manifests/schema/identify.js




let rows;
function readRows() {
    const found = new Map();
    for (const line of lifecycle.trim().split('\n')) {
        const [id = '', introduced, deprecated, removed, replacement = '-'] = line.split(' ');
        found.set(id, {
            introduced: Number(introduced),
            deprecated: Number(deprecated),
            removed: Number(removed),
            replacement: replacement === '-' ? undefined : replacement,
        });
    }
    return found;
}
function lifecycleOf(id) {
    rows ??= readRows();
    return rows.get(id);
}
function problem(type, message, remediation) {
    return { stage: 'identify', type, field: 'apiVersion', path: ['apiVersion'], message, remediation };
}
function written(id) {
    const [group = '', version = '', kind = ''] = id.split('/');
    return `\`${group === '' ? version : `${group}/${version}`}\` \`${kind}\``;
}
let identify_groups;
/** Whether a group belongs to Kubernetes itself. */
function isBuiltIn(apiVersion) {
    identify_groups ??= new Set([...knownKinds()].map((id) => id.slice(0, id.indexOf('/'))));
    return identify_groups.has(apiVersion.includes('/') ? apiVersion.slice(0, apiVersion.indexOf('/')) : '');
}
function removed(id, minor, row) {
    const instead = row.replacement === undefined ? 'Find another way.' : `Use ${written(row.replacement)}.`;
    return problem('Removed', `${written(id)} is no longer served from Kubernetes 1.${row.removed} on; 1.${minor} does not know it`, instead);
}
function tooNew(id, minor, row) {
    const message = `${written(id)} came with Kubernetes 1.${row.introduced}; 1.${minor} does not know it`;
    return problem('UnknownKind', message, 'Use an older version of the API, or judge newer versions alone.');
}
function unknown(id, apiVersion, kind) {
    const message = `Kubernetes has no kind ${written(id)}`;
    if (!isBuiltIn(apiVersion))
        return problem('UnknownKind', message, 'Check group, version and kind; a custom resource needs its definition.');
    const kinds = [...knownKinds()];
    const meant = kinds.find((known) => known.endsWith(`/${kind}`)) ?? nearest(id, kinds);
    return problem('UnknownKind', message, meant === undefined ? 'Check group, version and kind.' : `Did you mean ${written(meant)}?`);
}
/** Finds the kind of an object in Kubernetes 1.`minor`. */
function identify(apiVersion, kind, minor) {
    const id = kindId(apiVersion, kind);
    if (apiVersion.split('/').length > 2) {
        return {
            id,
            problem: problem('BadVersion', `apiVersion \`${apiVersion}\` has more than one \`/\``, 'Write group/version.'),
        };
    }
    const row = lifecycleOf(id);
    if (row !== undefined && row.removed > 0 && row.removed <= minor)
        return { id, problem: removed(id, minor, row) };
    if (row !== undefined && row.introduced > minor)
        return { id, problem: tooNew(id, minor, row) };
    const found = kindType(id);
    // Served by versions that are older than the table.
    if (found === undefined && row !== undefined && minor < table_minors[0])
        return { id };
    if (found === undefined || minor < found.since || minor >= found.until)
        return { id, problem: unknown(id, apiVersion, kind) };
    if (!found.served)
        return {
            id,
            problem: problem('NotServed', `${written(id)} cannot be created`, 'Write its items as objects of their own.'),
        };
    return { id, kind: found };
}

;// CONCATENATED MODULE: ./lib/manifests/validation/selectors.js



/** A `LabelSelector`; undefined is none. */
function judgeSelector(selector, at, faults) {
    if (selector === undefined)
        return;
    judgeLabels(selector, 'matchLabels', at.in('matchLabels'), faults);
    (0,validation_values/* structs */.vz)(selector, 'matchExpressions').forEach((expression, index) => {
        const here = at.in('matchExpressions').item(index);
        judgeOperator(expression, here, faults, ['In', 'NotIn'], ['Exists', 'DoesNotExist']);
        faults.all(here.in('key'), (0,validation_values/* text */.Qq)(expression, 'key'), qualifiedName((0,validation_values/* text */.Qq)(expression, 'key')));
        judgeValues(expression, here, faults);
    });
}
function judgeValues(expression, at, faults) {
    (0,validation_values/* strings */.P$)(expression, 'values').forEach((value, index) => {
        faults.all(at.in('values').item(index), value, labelValue(value));
    });
}
function judgeOperator(expression, at, faults, some, none, single = []) {
    const [operator, values] = [(0,validation_values/* text */.Qq)(expression, 'operator'), (0,validation_values/* strings */.P$)(expression, 'values')];
    if (some.includes(operator)) {
        if (values.length === 0)
            faults.required(at.in('values'), `\`operator\` is \`${operator}\``);
    }
    else if (none.includes(operator)) {
        if (values.length > 0)
            faults.forbidden(at.in('values'), `\`operator\` is \`${operator}\``);
    }
    else if (single.includes(operator)) {
        if (values.length !== 1)
            faults.required(at.in('values'), `\`operator\` is \`${operator}\`, which takes one value`);
    }
    else
        faults.invalid(at.in('operator'), operator, 'is not an operator of selectors');
}
function judgeNodeField(expression, at, faults) {
    const operator = (0,validation_values/* text */.Qq)(expression, 'operator');
    if (operator !== 'In' && operator !== 'NotIn')
        faults.invalid(at.in('operator'), operator, 'is not an operator of field selectors');
    else if ((0,validation_values/* strings */.P$)(expression, 'values').length !== 1)
        faults.required(at.in('values'), 'a field selector takes one value');
    if ((0,validation_values/* text */.Qq)(expression, 'key') !== 'metadata.name') {
        faults.invalid(at.in('key'), (0,validation_values/* text */.Qq)(expression, 'key'), 'is not a field that nodes are selected by');
        return;
    }
    (0,validation_values/* strings */.P$)(expression, 'values').forEach((value, index) => {
        faults.all(at.in('values').item(index), value, dnsSubdomain(value));
    });
}
function judgeNodeTerm(term, at, faults, values) {
    (0,validation_values/* structs */.vz)(term, 'matchExpressions').forEach((expression, index) => {
        const here = at.in('matchExpressions').item(index);
        judgeOperator(expression, here, faults, ['In', 'NotIn'], ['Exists', 'DoesNotExist'], ['Gt', 'Lt']);
        faults.all(here.in('key'), (0,validation_values/* text */.Qq)(expression, 'key'), qualifiedName((0,validation_values/* text */.Qq)(expression, 'key')));
        if (values)
            judgeValues(expression, here, faults);
    });
    (0,validation_values/* structs */.vz)(term, 'matchFields').forEach((expression, index) => {
        judgeNodeField(expression, at.in('matchFields').item(index), faults);
    });
}
function judgeNodeSelector(selector, at, faults) {
    const terms = (0,validation_values/* structs */.vz)(selector, 'nodeSelectorTerms');
    if (terms.length === 0)
        faults.required(at.in('nodeSelectorTerms'), 'at least one term');
    terms.forEach((term, index) => {
        judgeNodeTerm(term, at.in('nodeSelectorTerms').item(index), faults, true);
    });
}
/** A selector that can be asked; undefined where Go cannot make one of it, and `labels.Nothing()` for no selector. */
function compileSelector(selector) {
    if (selector === undefined)
        return () => false;
    const pairs = (0,validation_values/* texts */.Te)(selector, 'matchLabels');
    const expressions = (0,validation_values/* structs */.vz)(selector, 'matchExpressions');
    if (pairs.some(([key, value]) => !isRequirement(key, 'In', [value])))
        return undefined;
    if (expressions.some((expression) => !isRequirement((0,validation_values/* text */.Qq)(expression, 'key'), (0,validation_values/* text */.Qq)(expression, 'operator'), (0,validation_values/* strings */.P$)(expression, 'values'))))
        return undefined;
    return (labels) => pairs.every(([key, value]) => labels.get(key) === value) &&
        expressions.every((expression) => meets(expression, labels));
}
function isRequirement(key, operator, values) {
    if (qualifiedName(key).length > 0 || values.some((value) => labelValue(value).length > 0))
        return false;
    if (operator === 'In' || operator === 'NotIn')
        return values.length > 0;
    return (operator === 'Exists' || operator === 'DoesNotExist') && values.length === 0;
}
function meets(expression, labels) {
    const [value, values] = [labels.get((0,validation_values/* text */.Qq)(expression, 'key')), (0,validation_values/* strings */.P$)(expression, 'values')];
    switch ((0,validation_values/* text */.Qq)(expression, 'operator')) {
        case 'In':
            return value !== undefined && values.includes(value);
        case 'NotIn':
            return value === undefined || !values.includes(value);
        case 'Exists':
            return value !== undefined;
        default:
            return value === undefined;
    }
}
function isEmptySelector(selector) {
    return (0,validation_values/* texts */.Te)(selector, 'matchLabels').length + (0,validation_values/* structs */.vz)(selector, 'matchExpressions').length === 0;
}
function labelsOf(metadata) {
    return new Map((0,validation_values/* texts */.Te)(metadata, 'labels'));
}

;// CONCATENATED MODULE: ./lib/manifests/validation/access.js





const group = 'rbac.authorization.k8s.io';
function judgeRule(rule, at, namespaced, faults) {
    if ((0,validation_values/* strings */.P$)(rule, 'verbs').length === 0)
        faults.required(at.in('verbs'), 'at least one verb');
    const urls = (0,validation_values/* strings */.P$)(rule, 'nonResourceURLs');
    if (urls.length > 0) {
        if (namespaced)
            faults.invalid(at.in('nonResourceURLs'), urls, 'a rule in a namespace has no URLs');
        if (['apiGroups', 'resources', 'resourceNames'].some((name) => (0,validation_values/* strings */.P$)(rule, name).length > 0)) {
            faults.invalid(at.in('nonResourceURLs'), urls, 'a rule has resources or URLs, not both');
        }
        return;
    }
    for (const name of ['apiGroups', 'resources'])
        if ((0,validation_values/* strings */.P$)(rule, name).length === 0)
            faults.required(at.in(name), 'at least one');
}
function judgeRole(object, faults) {
    judgeMetadata(object, pathSegment, faults);
    (0,validation_values/* structs */.vz)(object, 'rules').forEach((rule, index) => {
        judgeRule(rule, root.in('rules').item(index), true, faults);
    });
}
function judgeClusterRole(object, faults) {
    judgeMetadata(object, pathSegment, faults);
    (0,validation_values/* structs */.vz)(object, 'rules').forEach((rule, index) => {
        judgeRule(rule, root.in('rules').item(index), false, faults);
    });
    if (!(0,validation_values/* has */.zy)(object, 'aggregationRule'))
        return;
    const at = root.in('aggregationRule').in('clusterRoleSelectors');
    const selectors = (0,validation_values/* structs */.vz)((0,validation_values/* child */.jf)(object, 'aggregationRule'), 'clusterRoleSelectors');
    if (selectors.length === 0)
        faults.required(at, 'at least one');
    selectors.forEach((selector, index) => {
        judgeSelector(selector, at.item(index), faults);
        if (compileSelector(selector) === undefined)
            faults.invalid(at.item(index), selector, 'invalid label selector');
    });
}
function judgeSubject(subject, at, namespaced, faults) {
    const [kind, name] = [(0,validation_values/* text */.Qq)(subject, 'kind'), (0,validation_values/* text */.Qq)(subject, 'name')];
    const own = kind === 'User' || kind === 'Group';
    const given = (0,validation_values/* text */.Qq)(subject, 'apiGroup') || (own ? group : '');
    if (name === '')
        faults.required(at.in('name'));
    if (kind === 'ServiceAccount') {
        if (name !== '')
            faults.all(at.in('name'), name, dnsSubdomain(name));
        if (given !== '')
            faults.notSupported(at.in('apiGroup'), given, ['']);
        if (!namespaced && (0,validation_values/* text */.Qq)(subject, 'namespace') === '')
            faults.required(at.in('namespace'));
    }
    else if (!own)
        faults.notSupported(at.in('kind'), kind, ['ServiceAccount', 'User', 'Group']);
    else if (given !== group)
        faults.notSupported(at.in('apiGroup'), given, [group]);
}
function judgeBinding(kinds) {
    return (object, faults) => {
        judgeMetadata(object, pathSegment, faults);
        const [role, at] = [(0,validation_values/* struct */.w3)(object, 'roleRef'), root.in('roleRef')];
        const given = (0,validation_values/* text */.Qq)(role, 'apiGroup') || group;
        if (given !== group)
            faults.notSupported(at.in('apiGroup'), given, [group]);
        if (!kinds.includes((0,validation_values/* text */.Qq)(role, 'kind')))
            faults.notSupported(at.in('kind'), (0,validation_values/* text */.Qq)(role, 'kind'), kinds);
        if ((0,validation_values/* text */.Qq)(role, 'name') === '')
            faults.required(at.in('name'));
        else
            faults.all(at.in('name'), (0,validation_values/* text */.Qq)(role, 'name'), pathSegment((0,validation_values/* text */.Qq)(role, 'name')));
        (0,validation_values/* structs */.vz)(object, 'subjects').forEach((subject, index) => {
            judgeSubject(subject, root.in('subjects').item(index), kinds.length > 1, faults);
        });
    };
}
const judgeRoleBinding = judgeBinding(['Role', 'ClusterRole']);
const judgeClusterRoleBinding = judgeBinding(['ClusterRole']);

;// CONCATENATED MODULE: ./lib/manifests/validation/api-services.js




function judgePriority(spec, name, most, faults) {
    const value = (0,validation_values/* number */.ai)(spec, name) ?? 0;
    if (value <= 0 || value > most)
        faults.invalid(root.in('spec').in(name), value, `must be from 1 to ${most}`);
}
/** `APIService`, after kube-aggregator/pkg/apis/apiregistration/validation. */
function judgeApiService(object, faults) {
    const [spec, at] = [(0,validation_values/* struct */.w3)(object, 'spec'), root.in('spec')];
    const [group, version] = [(0,validation_values/* text */.Qq)(spec, 'group'), (0,validation_values/* text */.Qq)(spec, 'version')];
    const wanted = `${version}.${group}`;
    judgeMetadata(object, (name) => {
        const reasons = pathSegment(name);
        return reasons.length > 0 || name === wanted ? reasons : [`must be spec.version.spec.group, \`${wanted}\``];
    }, faults, false);
    if (group === '' && version !== 'v1')
        faults.required(at.in('group'), 'only v1 has none');
    if (group !== '')
        faults.all(at.in('group'), group, dnsSubdomain(group));
    faults.all(at.in('version'), version, dns1035Label(version));
    judgePriority(spec, 'groupPriorityMinimum', 20000, faults);
    judgePriority(spec, 'versionPriority', 1000, faults);
    const [service, bundle] = [(0,validation_values/* child */.jf)(spec, 'service'), (0,validation_values/* text */.Qq)(spec, 'caBundle')];
    const skips = (0,validation_values/* flag */.Jt)(spec, 'insecureSkipTLSVerify') === true;
    if (service === undefined) {
        if (bundle !== '')
            faults.invalid(at.in('caBundle'), bundle, 'goes only with a service');
        if (skips)
            faults.invalid(at.in('insecureSkipTLSVerify'), true, 'goes only with a service');
        return;
    }
    for (const name of ['namespace', 'name'])
        if ((0,validation_values/* text */.Qq)(service, name) === '')
            faults.required(at.in('service').in(name));
    const port = (0,validation_values/* number */.ai)(service, 'port') ?? 443;
    faults.all(at.in('service').in('port'), port, portNumber(port));
    if (skips && bundle !== '')
        faults.invalid(at.in('insecureSkipTLSVerify'), true, 'may not be true beside caBundle');
}

;// CONCATENATED MODULE: ./lib/manifests/validation/resources.js



const zero = { amount: 0n, exponent: 0, text: '0' };
/** A quantity that decoding has accepted. */
function quantityOf(value) {
    return (value === null || value === undefined ? undefined : parseQuantity(String(value).trim())) ?? zero;
}
function quantities(holder, name) {
    return new Map((0,validation_values/* entries */.jO)(holder, name).map(([key, value]) => [key, quantityOf(value)]));
}
const container = new Set(['cpu', 'memory', 'ephemeral-storage']);
const quota = new Set([
    'cpu',
    'memory',
    'ephemeral-storage',
    'requests.cpu',
    'requests.memory',
    'requests.storage',
    'requests.ephemeral-storage',
    'limits.cpu',
    'limits.memory',
    'limits.ephemeral-storage',
    'pods',
    'resourcequotas',
    'services',
    'replicationcontrollers',
    'secrets',
    'persistentvolumeclaims',
    'configmaps',
    'services.nodeports',
    'services.loadbalancers',
]);
const standard = new Set([...quota, 'storage']);
const countable = new Set([
    'pods',
    'resourcequotas',
    'services',
    'replicationcontrollers',
    'secrets',
    'configmaps',
    'persistentvolumeclaims',
    'services.nodeports',
    'services.loadbalancers',
]);
function isHugePages(name) {
    return name.startsWith('hugepages-');
}
function isQuotaHugePages(name) {
    return isHugePages(name) || name.startsWith('requests.hugepages-');
}
function isQuotaName(name) {
    return quota.has(name) || isQuotaHugePages(name);
}
function isContainerName(name) {
    return container.has(name) || isHugePages(name);
}
function isNative(name) {
    return !name.includes('/') || name.includes('kubernetes.io/');
}
function isExtended(name) {
    if (isNative(name) || name.startsWith('requests.'))
        return false;
    return qualifiedName(`requests.${name}`).length === 0;
}
/** Whether more may be limited than is requested. */
function isOvercommitAllowed(name) {
    return isNative(name) && !isHugePages(name);
}
function judgeResourceName(name, at, faults) {
    const reasons = qualifiedName(name);
    faults.all(at, name, reasons);
    if (reasons.length > 0)
        return false;
    if (name.includes('/') || standard.has(name) || isQuotaHugePages(name))
        return true;
    faults.invalid(at, name, 'must be a standard resource or have a domain in front of it');
    return false;
}
function judgeContainerResourceName(name, at, faults) {
    judgeResourceName(name, at, faults);
    if (name.split('/').length === 1) {
        if (!isContainerName(name))
            faults.invalid(at, name, 'must be a standard resource of containers');
    }
    else if (!isNative(name) && !isExtended(name))
        faults.invalid(at, name, 'is not the name of an extended resource');
}
function judgeNonNegative(quantity, at, faults) {
    if (signOf(quantity) < 0)
        faults.invalid(at, quantity.text, 'must be greater than or equal to 0');
}
function judgePositive(quantity, at, faults) {
    if (signOf(quantity) > 0)
        return true;
    faults.invalid(at, quantity.text, 'must be greater than zero');
    return false;
}
function judgeQuantity(name, quantity, at, faults) {
    judgeNonNegative(quantity, at, faults);
    if ((countable.has(name) || isExtended(name)) && !isWhole(quantity))
        faults.invalid(at, quantity.text, 'must be a whole number');
}
function judgeHugePages(name, quantity, at, faults) {
    const page = parseQuantity(name.slice('hugepages-'.length));
    if (page === undefined ||
        wholeValue(page) === 0n ||
        wholeValue(quantity) % wholeValue(page) !== 0n ||
        signOf(quantity) <= 0) {
        faults.invalid(at, quantity.text, `must be a positive multiple of ${name}`);
    }
}
function judgeAmounts(amounts, at, judgeName, faults) {
    for (const [name, quantity] of amounts) {
        judgeName(name, at.key(name), faults);
        judgeQuantity(name, quantity, at.key(name), faults);
        if (isHugePages(name))
            judgeHugePages(name, quantity, at.key(name), faults);
    }
}
/** `resources` of a container, or of a pod with another `judgeName`; in a Pod, a limit without a request is its request. */
function judgeResources(resources, at, claims, defaulted, faults, judgeName = judgeContainerResourceName) {
    const limits = quantities(resources, 'limits');
    const requests = defaulted ? defaultedRequests(resources, limits) : quantities(resources, 'requests');
    judgeAmounts(limits, at.in('limits'), judgeName, faults);
    judgeAmounts(requests, at.in('requests'), judgeName, faults);
    for (const [name, request] of requests) {
        const limit = limits.get(name);
        if (limit === undefined) {
            if (!isOvercommitAllowed(name))
                faults.required(at.in('limits'), `${name} cannot be overcommitted`);
            continue;
        }
        const order = compareQuantities(request, limit);
        if (order !== 0 && !isOvercommitAllowed(name))
            faults.invalid(at.in('requests'), request.text, `must equal the ${name} limit of ${limit.text}`);
        else if (order > 0)
            faults.invalid(at.in('requests'), request.text, `must be at most the ${name} limit of ${limit.text}`);
    }
    const names = [...limits.keys(), ...requests.keys()];
    if (names.some(isHugePages) && !names.includes('cpu') && !names.includes('memory'))
        faults.forbidden(at, 'huge pages require cpu or memory');
    judgeClaims(resources, at.in('claims'), claims, faults);
}
/** Defaulting gives a request to each limit that has none. */
function defaultedRequests(resources, limits) {
    const requests = quantities(resources, 'requests');
    return new Map([...requests, ...[...limits].filter(([name]) => !requests.has(name))]);
}
function judgeClaims(resources, at, known, faults) {
    const [seen, requested] = [new Set(), new Set()];
    (0,validation_values/* structs */.vz)(resources, 'claims').forEach((claim, index) => {
        const [name, request, here] = [(0,validation_values/* text */.Qq)(claim, 'name'), (0,validation_values/* text */.Qq)(claim, 'request'), at.item(index)];
        if (name === '') {
            faults.required(here);
            return;
        }
        const key = request === '' ? name : `${name}/${request}`;
        if (request !== '')
            faults.all(here.in('request'), request, dnsLabel(request));
        if (seen.has(name) || seen.has(key))
            faults.duplicate(here, key);
        else if (request === '' && requested.has(name))
            faults.duplicate(here, name);
        seen.add(key);
        if (request !== '')
            requested.add(name);
        if (!known.has(name))
            faults.notFound(here, name);
    });
}

;// CONCATENATED MODULE: ./lib/manifests/validation/autoscaling.js






const spec = root.in('spec');
function judgeReference(reference, at, needsGroup, faults) {
    for (const name of ['kind', 'name']) {
        const value = (0,validation_values/* text */.Qq)(reference, name);
        if (value === '')
            faults.required(at.in(name));
        else
            faults.all(at.in(name), value, pathSegment(value));
    }
    const version = (0,validation_values/* text */.Qq)(reference, 'apiVersion');
    if (version.split('/').length > 2)
        faults.invalid(at.in('apiVersion'), version, 'is no group and version');
    else if (needsGroup && !version.includes('/'))
        faults.invalid(at.in('apiVersion'), version, 'must name an API group, as in `apps/v1`');
}
function judgeTarget(source, at, faults) {
    const target = (0,validation_values/* struct */.w3)(source, 'target');
    const type = (0,validation_values/* text */.Qq)(target, 'type');
    const here = at.in('target');
    if (type === '')
        faults.required(here.in('type'), 'must specify a metric target type');
    if (!['Utilization', 'Value', 'AverageValue'].includes(type))
        faults.invalid(here.in('type'), type, 'must be Utilization, Value or AverageValue');
    for (const name of ['value', 'averageValue']) {
        if ((0,validation_values/* has */.zy)(target, name) && signOf(quantityOf(target[name])) <= 0)
            faults.invalid(here.in(name), target[name], 'must be positive');
    }
    const utilization = (0,validation_values/* number */.ai)(target, 'averageUtilization');
    if (utilization !== undefined && utilization < 1)
        faults.invalid(here.in('averageUtilization'), utilization, 'must be greater than 0');
    return target;
}
function judgeIdentifier(source, at, faults) {
    const name = (0,validation_values/* text */.Qq)((0,validation_values/* struct */.w3)(source, 'metric'), 'name');
    if (name === '')
        faults.required(at.in('metric').in('name'), 'must specify a metric name');
    else
        faults.all(at.in('metric').in('name'), name, pathSegment(name));
}
function judgeObject(source, at, faults) {
    judgeReference((0,validation_values/* struct */.w3)(source, 'describedObject'), at.in('describedObject'), false, faults);
    judgeIdentifier(source, at, faults);
    const target = judgeTarget(source, at, faults);
    if (!(0,validation_values/* has */.zy)(target, 'value') && !(0,validation_values/* has */.zy)(target, 'averageValue'))
        faults.required(at.in('target').in('averageValue'), 'value or averageValue');
}
function judgeExternal(source, at, faults) {
    judgeIdentifier(source, at, faults);
    const target = judgeTarget(source, at, faults);
    const [one, other] = [(0,validation_values/* has */.zy)(target, 'value'), (0,validation_values/* has */.zy)(target, 'averageValue')];
    if (!one && !other)
        faults.required(at.in('target').in('averageValue'), 'value or averageValue');
    if (one && other)
        faults.forbidden(at.in('target').in('value'), 'value and averageValue exclude each other');
}
function judgePods(source, at, faults) {
    judgeIdentifier(source, at, faults);
    if (!(0,validation_values/* has */.zy)(judgeTarget(source, at, faults), 'averageValue'))
        faults.required(at.in('target').in('averageValue'), 'must specify a positive target averageValue');
}
function judgeUsage(source, at, faults) {
    const target = judgeTarget(source, at, faults);
    const [utilization, value] = [(0,validation_values/* has */.zy)(target, 'averageUtilization'), (0,validation_values/* has */.zy)(target, 'averageValue')];
    if (!utilization && !value)
        faults.required(at.in('target').in('averageUtilization'), 'averageUtilization or averageValue');
    if (utilization && value)
        faults.forbidden(at.in('target').in('averageValue'), 'averageUtilization and averageValue exclude each other');
}
function judgeResource(source, at, faults) {
    if ((0,validation_values/* text */.Qq)(source, 'name') === '')
        faults.required(at.in('name'), 'must specify a resource name');
    judgeUsage(source, at, faults);
}
function judgeContainer(source, at, faults) {
    const [name, container] = [(0,validation_values/* text */.Qq)(source, 'name'), (0,validation_values/* text */.Qq)(source, 'container')];
    if (name === '')
        faults.required(at.in('name'), 'must specify a resource name');
    else
        judgeContainerResourceName(name, at.in('name'), faults);
    if (container === '')
        faults.required(at.in('container'), 'must specify a container');
    else
        faults.all(at.in('container'), container, dnsLabel(container));
    judgeUsage(source, at, faults);
}
const sources = [
    ['Object', 'object', judgeObject],
    ['External', 'external', judgeExternal],
    ['Pods', 'pods', judgePods],
    ['Resource', 'resource', judgeResource],
    ['ContainerResource', 'containerResource', judgeContainer],
];
const autoscaling_types = ['ContainerResource', 'External', 'Object', 'Pods', 'Resource'];
function judgeMetric(metric, at, faults) {
    const type = (0,validation_values/* text */.Qq)(metric, 'type');
    if (type === '')
        faults.required(at.in('type'), 'must specify a metric source type');
    const present = sources.filter(([, name]) => (0,validation_values/* has */.zy)(metric, name));
    const [first] = present;
    if (first !== undefined)
        first[2]((0,validation_values/* struct */.w3)(metric, first[1]), at.in(first[1]), faults);
    const expected = sources.find(([known]) => known === type);
    // The server tells an unknown type twice.
    if (expected === undefined)
        for (let time = 0; time < 2; time++)
            faults.notSupported(at.in('type'), type, autoscaling_types);
    else if (!(0,validation_values/* has */.zy)(metric, expected[1]))
        faults.required(at.in(expected[1]), 'must populate information for the given metric source');
    if (present.length === 1)
        return;
    for (const [, name] of present)
        if (name !== expected?.[1])
            faults.forbidden(at.in(name), 'must populate the given metric source only');
}
function judgePolicy(policy, at, faults) {
    const [type, period] = [(0,validation_values/* text */.Qq)(policy, 'type'), (0,validation_values/* number */.ai)(policy, 'periodSeconds') ?? 0];
    if (type !== 'Pods' && type !== 'Percent')
        faults.notSupported(at.in('type'), type, ['Percent', 'Pods']);
    faults.positive(at.in('value'), (0,validation_values/* number */.ai)(policy, 'value'));
    faults.positive(at.in('periodSeconds'), period);
    if (period > 1800)
        faults.invalid(at.in('periodSeconds'), period, 'must be less than or equal to 1800');
}
function judgeRules(rules, at, faults) {
    const window = (0,validation_values/* number */.ai)(rules, 'stabilizationWindowSeconds');
    if (window !== undefined && window < 0)
        faults.invalid(at.in('stabilizationWindowSeconds'), window, 'must be greater than or equal to zero');
    if (window !== undefined && window > 3600)
        faults.invalid(at.in('stabilizationWindowSeconds'), window, 'must be less than or equal to 3600');
    const select = (0,validation_values/* optional */.lq)(rules, 'selectPolicy');
    const selects = ['Disabled', 'Max', 'Min'];
    if (select !== undefined && !selects.includes(select))
        faults.notSupported(at.in('selectPolicy'), select, selects);
    const policies = (0,validation_values/* structs */.vz)(rules, 'policies');
    if ((0,validation_values/* has */.zy)(rules, 'policies') && policies.length === 0)
        faults.required(at.in('policies'), 'must specify at least one policy');
    policies.forEach((policy, index) => {
        judgePolicy(policy, at.in('policies').item(index), faults);
    });
}
function judgeScale(object, faults) {
    judgeMetadata(object, dnsSubdomain, faults);
    const holder = (0,validation_values/* struct */.w3)(object, 'spec');
    const [min, max] = [(0,validation_values/* number */.ai)(holder, 'minReplicas') ?? 1, (0,validation_values/* number */.ai)(holder, 'maxReplicas') ?? 0];
    if (min < 1)
        faults.invalid(spec.in('minReplicas'), min, 'must be greater than or equal to 1');
    if (max < 1)
        faults.invalid(spec.in('maxReplicas'), max, 'must be greater than 0');
    if (max < min)
        faults.invalid(spec.in('maxReplicas'), max, 'must be greater than or equal to `minReplicas`');
    judgeReference((0,validation_values/* struct */.w3)(holder, 'scaleTargetRef'), spec.in('scaleTargetRef'), true, faults);
    return { holder, min };
}
function judgeAutoscaler(object, faults) {
    const { holder, min } = judgeScale(object, faults);
    const metrics = (0,validation_values/* structs */.vz)(holder, 'metrics');
    metrics.forEach((metric, index) => {
        judgeMetric(metric, spec.in('metrics').item(index), faults);
    });
    const outside = metrics.some((metric) => ['Object', 'External'].includes((0,validation_values/* text */.Qq)(metric, 'type')));
    if (min === 0 && !outside)
        faults.forbidden(spec.in('metrics'), 'scaling to zero needs an Object or External metric');
    for (const name of ['scaleUp', 'scaleDown']) {
        const rules = (0,validation_values/* child */.jf)((0,validation_values/* child */.jf)(holder, 'behavior'), name);
        if (rules !== undefined)
            judgeRules(rules, spec.in('behavior').in(name), faults);
    }
}
/** An autoscaler of version 1 is one of version 2 with a single metric, for the CPU; that is where the server sees faults. */
function judgeFirstAutoscaler(object, faults) {
    const { holder, min } = judgeScale(object, faults);
    if (min === 0)
        faults.forbidden(spec.in('metrics'), 'scaling to zero needs an Object or External metric');
    const utilization = (0,validation_values/* number */.ai)(holder, 'targetCPUUtilizationPercentage');
    if (utilization === undefined || utilization >= 1)
        return;
    const name = 'metrics[0].resource.target.averageUtilization';
    faults.invalid(spec.called(name, 'targetCPUUtilizationPercentage'), utilization, 'must be greater than 0');
}

;// CONCATENATED MODULE: ./lib/manifests/validation/scheduling.js



const required = 'requiredDuringSchedulingIgnoredDuringExecution';
const preferred = 'preferredDuringSchedulingIgnoredDuringExecution';
const effects = ['NoSchedule', 'PreferNoSchedule', 'NoExecute'];
function judgeWeight(term, at, faults) {
    const weight = (0,validation_values/* number */.ai)(term, 'weight') ?? 0;
    if (weight <= 0 || weight > 100)
        faults.invalid(at.in('weight'), weight, 'must be between 1 and 100');
}
function judgeLabelKeys(keys, selector, at, faults) {
    if (keys.length === 0)
        return;
    if (selector === undefined) {
        faults.forbidden(at, 'must not be specified when labelSelector is not set');
        return;
    }
    keys.forEach((key, index) => {
        faults.all(at.item(index), key, qualifiedName(key));
    });
}
/** `matchLabelKeys` and `mismatchLabelKeys`, which may not say what the selector says. */
function judgeKeyLists(term, at, faults) {
    const selector = (0,validation_values/* child */.jf)(term, 'labelSelector');
    const [match, mismatch] = [(0,validation_values/* strings */.P$)(term, 'matchLabelKeys'), (0,validation_values/* strings */.P$)(term, 'mismatchLabelKeys')];
    judgeLabelKeys(match, selector, at.in('matchLabelKeys'), faults);
    judgeLabelKeys(mismatch, selector, at.in('mismatchLabelKeys'), faults);
    const seen = new Set((0,validation_values/* texts */.Te)(selector, 'matchLabels').map(([key]) => key));
    const places = new Map(match.map((key, index) => [key, index]));
    const mismatched = new Set(mismatch);
    for (const expression of (0,validation_values/* structs */.vz)(selector, 'matchExpressions')) {
        const key = (0,validation_values/* text */.Qq)(expression, 'key');
        const index = places.get(key) ?? -1;
        if (index >= 0 && seen.has(key))
            faults.invalid(at.called(`[${index}]`), key, 'is in matchLabelKeys and in labelSelector');
        seen.add(key);
    }
    match.forEach((key, index) => {
        if (mismatched.has(key))
            faults.invalid(at.in('matchLabelKeys').item(index), key, 'is in matchLabelKeys and in mismatchLabelKeys');
    });
}
function judgePodTerm(term, at, faults) {
    judgeSelector((0,validation_values/* child */.jf)(term, 'labelSelector'), at.in('labelSelector'), faults);
    judgeSelector((0,validation_values/* child */.jf)(term, 'namespaceSelector'), at.in('namespaceSelector'), faults);
    (0,validation_values/* strings */.P$)(term, 'namespaces').forEach((name, index) => {
        faults.all(at.called('namespace', 'namespaces', index), name, dnsLabel(name));
    });
    judgeKeyLists(term, at, faults);
    const key = (0,validation_values/* text */.Qq)(term, 'topologyKey');
    if (key === '')
        faults.required(at.in('topologyKey'), 'can not be empty');
    faults.all(at.in('topologyKey'), key, qualifiedName(key));
}
function judgePodAffinity(affinity, at, faults) {
    (0,validation_values/* structs */.vz)(affinity, required).forEach((term, index) => {
        judgePodTerm(term, at.in(required).item(index), faults);
    });
    (0,validation_values/* structs */.vz)(affinity, preferred).forEach((term, index) => {
        const here = at.in(preferred).item(index);
        judgeWeight(term, here, faults);
        judgePodTerm((0,validation_values/* struct */.w3)(term, 'podAffinityTerm'), here.in('podAffinityTerm'), faults);
    });
}
function judgeAffinity(affinity, at, faults) {
    const node = (0,validation_values/* child */.jf)(affinity, 'nodeAffinity');
    if ((0,validation_values/* has */.zy)(node, required))
        judgeNodeSelector((0,validation_values/* struct */.w3)(node, required), at.in('nodeAffinity').in(required), faults);
    (0,validation_values/* structs */.vz)(node, preferred).forEach((term, index) => {
        const here = at.in('nodeAffinity').in(preferred).item(index);
        judgeWeight(term, here, faults);
        judgeNodeTerm((0,validation_values/* struct */.w3)(term, 'preference'), here.in('preference'), faults, false);
    });
    for (const name of ['podAffinity', 'podAntiAffinity']) {
        if ((0,validation_values/* has */.zy)(affinity, name))
            judgePodAffinity((0,validation_values/* struct */.w3)(affinity, name), at.in(name), faults);
    }
}
function judgeEffect(effect, at, faults) {
    if (!effects.includes(effect))
        faults.notSupported(at, effect, effects);
}
function judgeTolerations(holder, at, faults) {
    (0,validation_values/* structs */.vz)(holder, 'tolerations').forEach((toleration, index) => {
        const here = at.item(index);
        const [key, operator, value, effect] = ['key', 'operator', 'value', 'effect'].map((name) => (0,validation_values/* text */.Qq)(toleration, name));
        if (key !== '')
            faults.all(here.in('key'), key, qualifiedName(key));
        if (key === '' && operator !== 'Exists')
            faults.invalid(here.in('operator'), operator, 'must be Exists when `key` is empty');
        if ((0,validation_values/* has */.zy)(toleration, 'tolerationSeconds') && effect !== 'NoExecute')
            faults.invalid(here.in('effect'), effect, 'must be NoExecute when `tolerationSeconds` is set');
        if (operator === 'Equal' || operator === '') {
            if (labelValue(value).length > 0)
                faults.invalid(here.in('operator'), value, labelValue(value).join('; '));
        }
        else if (operator !== 'Exists')
            faults.notSupported(here.in('operator'), operator, ['Equal', 'Exists']);
        else if (value !== '')
            faults.invalid(here.in('operator'), value, 'the value must be empty when `operator` is Exists');
        if (effect !== '')
            judgeEffect(effect, here.in('effect'), faults);
    });
}
function judgeSpread(holder, at, faults) {
    const constraints = (0,validation_values/* structs */.vz)(holder, 'topologySpreadConstraints');
    const pairOf = (one) => `${(0,validation_values/* text */.Qq)(one, 'topologyKey')}\n${(0,validation_values/* text */.Qq)(one, 'whenUnsatisfiable')}`;
    const last = new Map(constraints.map((one, index) => [pairOf(one), index]));
    constraints.forEach((constraint, index) => {
        const here = at.item(index);
        const [key, action] = [(0,validation_values/* text */.Qq)(constraint, 'topologyKey'), (0,validation_values/* text */.Qq)(constraint, 'whenUnsatisfiable')];
        faults.positive(here.in('maxSkew'), (0,validation_values/* number */.ai)(constraint, 'maxSkew'));
        if (key === '')
            faults.required(here.in('topologyKey'), 'can not be empty');
        if (action !== 'DoNotSchedule' && action !== 'ScheduleAnyway')
            faults.notSupported(here.in('whenUnsatisfiable'), action, ['DoNotSchedule', 'ScheduleAnyway']);
        if ((last.get(pairOf(constraint)) ?? index) > index)
            faults.duplicate(here.called('{topologyKey, whenUnsatisfiable}'), `{${key}, ${action}}`);
        const domains = (0,validation_values/* number */.ai)(constraint, 'minDomains');
        if (domains !== undefined) {
            faults.positive(here.in('minDomains'), domains);
            if (action !== 'DoNotSchedule')
                faults.invalid(here.in('minDomains'), domains, 'goes only with whenUnsatisfiable=DoNotSchedule');
        }
        for (const name of ['nodeAffinityPolicy', 'nodeTaintsPolicy']) {
            const policy = (0,validation_values/* optional */.lq)(constraint, name);
            if (policy !== undefined && policy !== 'Honor' && policy !== 'Ignore')
                faults.notSupported(here.in(name), policy, ['Honor', 'Ignore']);
        }
        judgeKeyLists(constraint, here, faults);
        judgeSelector((0,validation_values/* child */.jf)(constraint, 'labelSelector'), here.in('labelSelector'), faults);
    });
}

;// CONCATENATED MODULE: ./lib/manifests/validation/cluster.js







function judgeNamespace(object, faults) {
    judgeMetadata(object, dnsLabel, faults);
    // The server puts the name into the label `kubernetes.io/metadata.name`.
    const name = (0,validation_values/* text */.Qq)((0,validation_values/* struct */.w3)(object, 'metadata'), 'name');
    faults.all(root.in('metadata').called('labels', 'name'), name, labelValue(name));
    for (const name of (0,validation_values/* strings */.P$)((0,validation_values/* struct */.w3)(object, 'spec'), 'finalizers'))
        judgeNamespaceFinalizer(root.in('spec').in('finalizers'), name, faults);
}
function judgeTaints(taints, at, faults) {
    const seen = new Set();
    taints.forEach((taint, index) => {
        const here = at.called(`taints[${index}]`, '..', 'spec', 'taints', index);
        const [key, value, effect] = [(0,validation_values/* text */.Qq)(taint, 'key'), (0,validation_values/* text */.Qq)(taint, 'value'), (0,validation_values/* text */.Qq)(taint, 'effect')];
        faults.all(here.in('key'), key, qualifiedName(key));
        if (labelValue(value).length > 0)
            faults.invalid(here.in('value'), value, labelValue(value).join('; '));
        if (effect === '')
            faults.required(here.in('effect'));
        else
            judgeEffect(effect, here.in('effect'), faults);
        if (seen.has(`${effect}/${key}`))
            faults.duplicate(here, key);
        seen.add(`${effect}/${key}`);
    });
}
/** `podCIDR` wins where the first of `podCIDRs` is another one. */
function blocksOf(spec) {
    const [one, several] = [(0,validation_values/* text */.Qq)(spec, 'podCIDR'), (0,validation_values/* strings */.P$)(spec, 'podCIDRs')];
    return one === '' || several[0] === one ? several : [one];
}
function judgeNode(object, faults) {
    judgeMetadata(object, dnsSubdomain, faults);
    const spec = (0,validation_values/* struct */.w3)(object, 'spec');
    judgeTaints((0,validation_values/* structs */.vz)(spec, 'taints'), root.in('metadata'), faults);
    for (const part of ['capacity', 'allocatable']) {
        for (const [name, quantity] of quantities((0,validation_values/* child */.jf)(object, 'status'), part))
            judgeQuantity(name, quantity, root.in('status').in(part).in(name), faults);
    }
    const blocks = blocksOf(spec);
    blocks.forEach((block, index) => {
        faults.all(root.in('spec').in('podCIDRs').item(index), block, blockForm(block));
    });
    const bits = blocks.map((block) => parseBlock(block)?.address.bits);
    if (blocks.length > 2 || (blocks.length === 2 && bits[0] === bits[1]))
        faults.invalid(root.in('spec').in('podCIDRs'), blocks, 'may specify no more than one CIDR for each IP family');
}
function judgePriorityClass(object, faults) {
    judgeMetadata(object, dnsSubdomain, faults);
    const [name, value] = [(0,validation_values/* text */.Qq)((0,validation_values/* struct */.w3)(object, 'metadata'), 'name'), (0,validation_values/* number */.ai)(object, 'value') ?? 0];
    if (name.startsWith('system-')) {
        const known = {
            'system-node-critical': 2000001000,
            'system-cluster-critical': 2000000000,
        };
        if (known[name] !== value || (0,validation_values/* flag */.Jt)(object, 'globalDefault') === true)
            faults.forbidden(root.in('metadata').in('name'), '`system-` is reserved');
    }
    else if (value > 1_000_000_000)
        faults.forbidden(root.in('value'), 'must be at most 1000000000');
    const preemption = (0,validation_values/* optional */.lq)(object, 'preemptionPolicy');
    if (preemption !== undefined)
        faults.oneOf(root.in('preemptionPolicy'), preemption, ['PreemptLowerPriority', 'Never']);
}
function judgeRuntimeClass(object, faults) {
    judgeMetadata(object, dnsSubdomain, faults, false);
    const handler = (0,validation_values/* text */.Qq)(object, 'handler');
    faults.all(root.in('handler'), handler, dnsLabel(handler));
    const overhead = (0,validation_values/* child */.jf)(object, 'overhead');
    if (overhead !== undefined) {
        // The server calls `overhead.podFixed` by the name that limits have.
        const at = root.in('overhead');
        judgeResources({ limits: overhead['podFixed'] ?? null }, at, new Set(), false, faults);
    }
    const scheduling = (0,validation_values/* child */.jf)(object, 'scheduling');
    if (scheduling === undefined)
        return;
    judgeLabels(scheduling, 'nodeSelector', root.in('scheduling').in('nodeSelector'), faults);
    const at = root.in('scheduling').in('tolerations');
    // The server names the list twice.
    judgeTolerations(scheduling, at.called('tolerations'), faults);
    judgeUnique((0,validation_values/* structs */.vz)(scheduling, 'tolerations'), at, faults);
}
function judgeUnique(tolerations, at, faults) {
    const seen = new Set();
    tolerations.forEach((toleration, index) => {
        const whole = ['key', 'operator', 'value', 'effect'].map((name) => (0,validation_values/* text */.Qq)(toleration, name)).join('\n');
        if (seen.has(whole))
            faults.duplicate(at.item(index), (0,validation_values/* text */.Qq)(toleration, 'key'));
        seen.add(whole);
    });
}
function judgeLease(object, faults) {
    judgeMetadata(object, dnsSubdomain, faults, false);
    const [spec, at] = [(0,validation_values/* struct */.w3)(object, 'spec'), root.in('spec')];
    const seconds = (0,validation_values/* number */.ai)(spec, 'leaseDurationSeconds');
    if (seconds !== undefined && seconds <= 0)
        faults.invalid(at.in('leaseDurationSeconds'), seconds, 'must be greater than 0');
    faults.nonNegative(at.in('leaseTransitions'), (0,validation_values/* number */.ai)(spec, 'leaseTransitions'));
}

;// CONCATENATED MODULE: ./lib/manifests/validation/configuration.js




/** Bytes that a Secret or a ConfigMap may hold. */
const most = 1024 * 1024;
function decodedLength(base64) {
    const bare = base64.replaceAll(/[\r\n]/g, '');
    return Math.floor((bare.length * 3) / 4) - (bare.endsWith('==') ? 2 : bare.endsWith('=') ? 1 : 0);
}
/** `data` with `stringData` over it, as text. */
function contents(object) {
    const found = new Map();
    for (const [key, value] of (0,validation_values/* texts */.Te)(object, 'data'))
        found.set(key, () => Buffer.from(value, 'base64').toString('utf8'));
    for (const [key, value] of (0,validation_values/* texts */.Te)(object, 'stringData'))
        found.set(key, () => value);
    return found;
}
function place(object, key) {
    const own = (0,validation_values/* has */.zy)((0,validation_values/* struct */.w3)(object, 'stringData'), key) ? 'stringData' : 'data';
    return root.called(`data[${key}]`, own, key);
}
function judgeDocker(object, key, data, faults) {
    const value = data.get(key);
    if (value === undefined) {
        faults.required(place(object, key));
        return;
    }
    try {
        const parsed = JSON.parse(value());
        if (typeof parsed !== 'object' || Array.isArray(parsed))
            faults.invalid(place(object, key), '<redacted>', 'must be a JSON object');
    }
    catch {
        faults.invalid(place(object, key), '<redacted>', 'must be a JSON object');
    }
}
function judgeType(object, data, faults) {
    const need = (key) => faults.required(place(object, key));
    switch ((0,validation_values/* text */.Qq)(object, 'type')) {
        case 'kubernetes.io/service-account-token': {
            const key = 'kubernetes.io/service-account.name';
            const named = new Map((0,validation_values/* texts */.Te)((0,validation_values/* struct */.w3)(object, 'metadata'), 'annotations')).get(key) ?? '';
            if (named === '')
                faults.required(root.in('metadata').in('annotations').key(key));
            break;
        }
        case 'kubernetes.io/dockercfg':
            judgeDocker(object, '.dockercfg', data, faults);
            break;
        case 'kubernetes.io/dockerconfigjson':
            judgeDocker(object, '.dockerconfigjson', data, faults);
            break;
        case 'kubernetes.io/basic-auth':
            if (!data.has('username') && !data.has('password'))
                for (const key of ['username', 'password'])
                    need(key);
            break;
        case 'kubernetes.io/ssh-auth':
            if ((data.get('ssh-privatekey')?.() ?? '') === '')
                need('ssh-privatekey');
            break;
        case 'kubernetes.io/tls':
            for (const key of ['tls.crt', 'tls.key'])
                if (!data.has(key))
                    need(key);
            break;
        default:
    }
}
function judgeSecret(object, faults) {
    judgeMetadata(object, dnsSubdomain, faults);
    const data = contents(object);
    let size = 0;
    for (const [key, value] of (0,validation_values/* texts */.Te)(object, 'data'))
        if (!(0,validation_values/* has */.zy)((0,validation_values/* struct */.w3)(object, 'stringData'), key))
            size += decodedLength(value);
    for (const [, value] of (0,validation_values/* texts */.Te)(object, 'stringData'))
        size += Buffer.byteLength(value);
    for (const key of data.keys())
        faults.all(place(object, key), key, configKey(key));
    if (size > most)
        faults.tooLong(root.in('data'), most);
    judgeType(object, data, faults);
}
function judgeConfigMap(object, faults) {
    judgeMetadata(object, dnsSubdomain, faults);
    const binary = (0,validation_values/* struct */.w3)(object, 'binaryData');
    let size = 0;
    for (const [key, value] of (0,validation_values/* texts */.Te)(object, 'data')) {
        faults.all(root.in('data').key(key), key, configKey(key));
        if (Object.hasOwn(binary, key))
            faults.invalid(root.in('data').key(key), key, 'is in binaryData too');
        size += Buffer.byteLength(value);
    }
    for (const [key, value] of (0,validation_values/* texts */.Te)(object, 'binaryData')) {
        faults.all(root.in('binaryData').key(key), key, configKey(key));
        size += decodedLength(value);
    }
    if (size > most)
        faults.tooLong(root.called(''), most);
}
function judgeServiceAccount(object, faults) {
    judgeMetadata(object, dnsSubdomain, faults);
}

;// CONCATENATED MODULE: ./lib/manifests/validation/cron.js
const months = ['', 'jan', 'feb', 'mar', 'apr', 'may', 'jun', 'jul', 'aug', 'sep', 'oct', 'nov', 'dec'];
const days = ['sun', 'mon', 'tue', 'wed', 'thu', 'fri', 'sat'];
const fields = [
    { min: 0, max: 59 },
    { min: 0, max: 23 },
    { min: 1, max: 31 },
    { min: 1, max: 12, names: months },
    { min: 0, max: 6, names: days },
];
const descriptors = ['@yearly', '@annually', '@monthly', '@weekly', '@daily', '@midnight', '@hourly'];
function valueIn(word, { names }) {
    const named = names?.indexOf(word.toLowerCase()) ?? -1;
    if (named >= 0 && word !== '')
        return named;
    return /^\+?\d+$/.test(word) ? Number(word) : undefined;
}
function rangeFault(expression, bounds) {
    const [range = '', step, ...tooMany] = expression.split('/');
    const [low = '', high, ...more] = range.split('-');
    if (tooMany.length > 0)
        return `too many slashes: ${expression}`;
    if (more.length > 0)
        return `too many hyphens: ${expression}`;
    let [start, end] = [bounds.min, bounds.max];
    if (low !== '*' && low !== '?') {
        start = valueIn(low, bounds);
        end = high === undefined ? (step === undefined ? start : bounds.max) : valueIn(high, bounds);
    }
    if (start === undefined || end === undefined)
        return `not a number: ${expression}`;
    const by = step === undefined ? 1 : /^\+?\d+$/.test(step) ? Number(step) : undefined;
    if (by === undefined)
        return `not a number: ${expression}`;
    if (start < bounds.min)
        return `beginning of range (${start}) below minimum (${bounds.min})`;
    if (end > bounds.max)
        return `end of range (${end}) above maximum (${bounds.max})`;
    if (start > end)
        return `beginning of range (${start}) beyond end of range (${end})`;
    return by === 0 ? `step of range should be a positive number: ${expression}` : undefined;
}
/** What is wrong with a schedule, as `ParseStandard` of robfig/cron v3 sees it; undefined where nothing is. */
function cronFault(schedule) {
    let rest = schedule;
    if (/^(?:CRON_)?TZ=/.test(rest)) {
        const space = rest.indexOf(' ');
        if (space < 0)
            return 'there is a time zone and no schedule';
        rest = rest.slice(space).trim();
    }
    if (rest.startsWith('@')) {
        if (descriptors.includes(rest))
            return undefined;
        return /^@every (?:\+|-)?(?:\d+(?:\.\d*)?(?:ns|us|\u00b5s|ms|s|m|h))+$/.test(rest)
            ? undefined
            : `unrecognized descriptor: ${rest}`;
    }
    const words = rest.split(/\s+/).filter((word) => word !== '');
    if (words.length !== 5)
        return `expected exactly 5 fields, found ${words.length}`;
    for (const [index, word] of words.entries()) {
        for (const expression of word.split(',')) {
            const fault = expression === '' ? undefined : rangeFault(expression, fields[index]);
            if (fault !== undefined)
                return fault;
        }
    }
    return undefined;
}

;// CONCATENATED MODULE: ./lib/manifests/validation/job-labels.js



const nameLabels = ['job-name', 'batch.kubernetes.io/job-name'];
const uidLabels = ['controller-uid', 'batch.kubernetes.io/controller-uid'];
/** Stands for the uid that the server will give. */
const uid = '00000000-0000-0000-0000-000000000000';
/** Without `manualSelector` the server adds to selector and labels what tells this Job apart from all others. */
function job_labels_generated(object, spec) {
    const [selector, labels] = [
        (0,validation_values/* child */.jf)(spec, 'selector'),
        new Map((0,validation_values/* texts */.Te)((0,validation_values/* struct */.w3)((0,validation_values/* struct */.w3)(spec, 'template'), 'metadata'), 'labels')),
    ];
    if ((0,validation_values/* flag */.Jt)(spec, 'manualSelector') === true)
        return { selector, labels };
    for (const key of nameLabels)
        if (!labels.has(key))
            labels.set(key, (0,validation_values/* text */.Qq)((0,validation_values/* struct */.w3)(object, 'metadata'), 'name'));
    for (const key of uidLabels)
        if (!labels.has(key))
            labels.set(key, uid);
    const matchLabels = { 'batch.kubernetes.io/controller-uid': uid, ...(0,validation_values/* struct */.w3)(selector, 'matchLabels') };
    return { selector: { ...selector, matchLabels }, labels };
}
/** `spec` with the labels that the server adds to its template. */
function withGeneratedLabels(object) {
    const spec = (0,validation_values/* struct */.w3)(object, 'spec');
    const [template, { labels }] = [(0,validation_values/* struct */.w3)(spec, 'template'), job_labels_generated(object, spec)];
    return {
        ...spec,
        template: { ...template, metadata: { ...(0,validation_values/* struct */.w3)(template, 'metadata'), labels: Object.fromEntries(labels) } },
    };
}
function hasTemplateLabels(object) {
    return (0,validation_values/* child */.jf)((0,validation_values/* struct */.w3)((0,validation_values/* struct */.w3)((0,validation_values/* struct */.w3)(object, 'spec'), 'template'), 'metadata'), 'labels') !== undefined;
}
function judgeGenerated(object, spec, faults) {
    const at = root.in('spec');
    const { selector, labels } = job_labels_generated(object, spec);
    const here = at.in('template').in('metadata').in('labels');
    const matches = compileSelector(selector);
    if ((0,validation_values/* flag */.Jt)(spec, 'manualSelector') !== true) {
        const name = (0,validation_values/* text */.Qq)((0,validation_values/* struct */.w3)(object, 'metadata'), 'name');
        for (const key of nameLabels)
            if (labels.get(key) !== name)
                faults.invalid(here.key(key), labels.get(key), `must be ${name}`);
        for (const key of uidLabels)
            if (labels.get(key) !== uid)
                faults.invalid(here.key(key), labels.get(key), 'is made by the server');
        const own = new Map([
            ...nameLabels.map((key) => [key, name]),
            ...uidLabels.map((key) => [key, uid]),
        ]);
        if (matches !== undefined && !matches(own))
            faults.invalid(at.in('selector'), (0,validation_values/* child */.jf)(spec, 'selector'), 'is made by the server');
    }
    if (selector === undefined)
        faults.required(at.in('selector'));
    judgeSelector(selector, at.in('selector'), faults);
    if (matches !== undefined && !matches(labels))
        faults.invalid(here, Object.fromEntries(labels), '`selector` does not match template `labels`');
}

;// CONCATENATED MODULE: ./lib/manifests/validation/paths.js
function judgeNoBacksteps(path, at, faults) {
    if (path.split('/').includes('..'))
        faults.invalid(at, path, 'must not contain `..`');
}
function judgeDescending(path, at, faults) {
    if (path.startsWith('/'))
        faults.invalid(at, path, 'must be a relative path');
    judgeNoBacksteps(path, at, faults);
}
function judgeNonReserved(path, at, faults) {
    judgeDescending(path, at, faults);
    if (path.startsWith('..') && !path.startsWith('../'))
        faults.invalid(at, path, 'must not start with `..`');
}
/** A file mode; decimal in JSON, octal in most people's YAML. */
function judgeMode(mode, at, faults) {
    if (mode !== undefined && (mode > 0o777 || mode < 0))
        faults.invalid(at, mode, 'must be between 0 and 0777 (octal)');
}

;// CONCATENATED MODULE: ./lib/manifests/validation/pod-parts.js

/** All containers of a pod with their places. */
function containersOf(spec, at) {
    return ['initContainers', 'containers', 'ephemeralContainers'].flatMap((list) => (0,validation_values/* structs */.vz)(spec, list).map((container, index) => [container, at.in(list).item(index)]));
}

;// CONCATENATED MODULE: ./lib/manifests/validation/env.js




const convertible = new Set([
    'metadata.annotations',
    'metadata.labels',
    'metadata.name',
    'metadata.namespace',
    'metadata.uid',
    'spec.nodeName',
    'spec.restartPolicy',
    'spec.serviceAccountName',
    'spec.schedulerName',
    'status.phase',
    'status.hostIP',
    'status.hostIPs',
    'status.podIP',
    'status.podIPs',
    'spec.host',
]);
const envFields = [
    'metadata.name',
    'metadata.namespace',
    'metadata.uid',
    'spec.nodeName',
    'spec.serviceAccountName',
    'status.hostIP',
    'status.hostIPs',
    'status.podIP',
    'status.podIPs',
];
const volumeFields = [
    'metadata.name',
    'metadata.namespace',
    'metadata.labels',
    'metadata.annotations',
    'metadata.uid',
];
const env_resourceFields = [
    'limits.cpu',
    'limits.memory',
    'limits.ephemeral-storage',
    'requests.cpu',
    'requests.memory',
    'requests.ephemeral-storage',
];
const hugePrefixes = ['limits.hugepages-', 'requests.hugepages-'];
const cpuDivisors = ['1m', '1'];
const byteDivisors = ['1', '1k', '1M', '1G', '1T', '1P', '1E', '1Ki', '1Mi', '1Gi', '1Ti', '1Pi', '1Ei'];
/** `metadata.labels['a']` \u2192 `['metadata.labels', 'a']`. */
function subscript(path) {
    if (!path.endsWith("']"))
        return undefined;
    const start = path.indexOf("['");
    if (start < 0 || start === 0)
        return undefined;
    return [path.slice(0, start), path.slice(start + 2, -2)];
}
function judgeFieldRef(ref, at, fields, faults) {
    const version = (0,validation_values/* has */.zy)(ref, 'apiVersion') && (0,validation_values/* text */.Qq)(ref, 'apiVersion') !== '' ? (0,validation_values/* text */.Qq)(ref, 'apiVersion') : 'v1';
    const path = (0,validation_values/* text */.Qq)(ref, 'fieldPath');
    if (path === '') {
        faults.required(at.in('fieldPath'));
        return;
    }
    const found = subscript(path);
    const base = found?.[0] ?? path;
    const known = found === undefined ? convertible.has(path) : base === 'metadata.annotations' || base === 'metadata.labels';
    if (version !== 'v1' || !known)
        faults.invalid(at.in('fieldPath'), path, 'is not a field that pods can be asked for');
    else if (found !== undefined)
        faults.all(at, found[1], qualifiedName(base === 'metadata.annotations' ? found[1].toLowerCase() : found[1]));
    else if (!fields.includes(path === 'spec.host' ? 'spec.nodeName' : path))
        faults.notSupported(at.in('fieldPath'), path, fields);
}
function judgeResourceFieldRef(ref, at, inVolume, faults) {
    const resource = (0,validation_values/* text */.Qq)(ref, 'resource');
    if (inVolume && (0,validation_values/* text */.Qq)(ref, 'containerName') === '')
        faults.required(at.in('containerName'));
    else if (resource === '')
        faults.required(at.in('resource'));
    else if (!env_resourceFields.includes(resource) && !hugePrefixes.some((prefix) => resource.startsWith(prefix))) {
        faults.notSupported(at.in('resource'), resource, env_resourceFields);
    }
    const divisor = quantityOf(ref['divisor']);
    if (signOf(divisor) === 0)
        return;
    const allowed = resource.endsWith('.cpu') ? cpuDivisors : byteDivisors;
    const judged = env_resourceFields.includes(resource) || hugePrefixes.some((prefix) => resource.startsWith(prefix));
    const fits = allowed.some((word) => compareQuantities(parseQuantity(word) ?? divisor, divisor) === 0);
    if (judged && !fits)
        faults.invalid(at.in('divisor'), resource, `the divisor must be one of ${allowed.join(', ')}`);
}
function judgeKeyRef(ref, at, faults) {
    faults.all(at.in('name'), (0,validation_values/* text */.Qq)(ref, 'name'), dnsSubdomain((0,validation_values/* text */.Qq)(ref, 'name')));
    if ((0,validation_values/* text */.Qq)(ref, 'key') === '')
        faults.required(at.in('key'));
    else
        faults.all(at.in('key'), (0,validation_values/* text */.Qq)(ref, 'key'), configKey((0,validation_values/* text */.Qq)(ref, 'key')));
}
/** `fileKeyRef` is behind a gate that is closed: the server drops it. */
function judgeValueFrom(variable, at, faults) {
    const from = (0,validation_values/* child */.jf)(variable, 'valueFrom');
    if (from === undefined)
        return;
    const sources = ['fieldRef', 'resourceFieldRef', 'configMapKeyRef', 'secretKeyRef'].filter((name) => (0,validation_values/* has */.zy)(from, name));
    if ((0,validation_values/* has */.zy)(from, 'fieldRef'))
        judgeFieldRef((0,validation_values/* struct */.w3)(from, 'fieldRef'), at.in('fieldRef'), envFields, faults);
    if ((0,validation_values/* has */.zy)(from, 'resourceFieldRef'))
        judgeResourceFieldRef((0,validation_values/* struct */.w3)(from, 'resourceFieldRef'), at.in('resourceFieldRef'), false, faults);
    if ((0,validation_values/* has */.zy)(from, 'configMapKeyRef'))
        judgeKeyRef((0,validation_values/* struct */.w3)(from, 'configMapKeyRef'), at.in('configMapKeyRef'), faults);
    if ((0,validation_values/* has */.zy)(from, 'secretKeyRef'))
        judgeKeyRef((0,validation_values/* struct */.w3)(from, 'secretKeyRef'), at.in('secretKeyRef'), faults);
    if (sources.length === 0)
        faults.invalid(at, '', 'must name one source');
    else if ((0,validation_values/* text */.Qq)(variable, 'value') !== '')
        faults.invalid(at, '', 'may not stand beside `value`');
    else if (sources.length > 1)
        faults.invalid(at, '', 'may not name more than one source');
}
function judgeEnv(container, at, faults) {
    (0,validation_values/* structs */.vz)(container, 'env').forEach((variable, index) => {
        const here = at.item(index);
        const name = (0,validation_values/* text */.Qq)(variable, 'name');
        if (name === '')
            faults.required(here.in('name'));
        else
            faults.all(here.in('name'), name, envName(name));
        judgeValueFrom(variable, here.in('valueFrom'), faults);
    });
}
function judgeEnvFrom(container, at, faults) {
    (0,validation_values/* structs */.vz)(container, 'envFrom').forEach((source, index) => {
        const here = at.item(index);
        if ((0,validation_values/* text */.Qq)(source, 'prefix') !== '')
            faults.all(here.in('prefix'), (0,validation_values/* text */.Qq)(source, 'prefix'), envName((0,validation_values/* text */.Qq)(source, 'prefix')));
        const refs = ['configMapRef', 'secretRef'].filter((name) => (0,validation_values/* has */.zy)(source, name));
        for (const ref of refs) {
            const name = (0,validation_values/* text */.Qq)((0,validation_values/* struct */.w3)(source, ref), 'name');
            if (name === '')
                faults.required(here.in(ref).in('name'));
            else
                faults.all(here.in(ref).in('name'), name, dnsSubdomain(name.replace(/-$/, 'a')));
        }
        if (refs.length !== 1)
            faults.invalid(at, '', 'each item must name one of `configMapRef` and `secretRef`');
    });
}

;// CONCATENATED MODULE: ./lib/manifests/validation/mounts.js


const propagations = ['Bidirectional', 'HostToContainer', 'None'];
const recursions = ['Disabled', 'Enabled', 'IfPossible'];
function judgePropagation(mount, container, at, faults) {
    const mode = (0,validation_values/* optional */.lq)(mount, 'mountPropagation');
    if (mode === undefined)
        return;
    if (!propagations.includes(mode))
        faults.notSupported(at, mode, propagations);
    const privileged = (0,validation_values/* flag */.Jt)((0,validation_values/* child */.jf)(container, 'securityContext'), 'privileged') === true;
    if (mode === 'Bidirectional' && !privileged)
        faults.forbidden(at, 'only privileged containers may propagate mounts both ways');
}
function judgeRecursive(mount, at, faults) {
    const mode = (0,validation_values/* optional */.lq)(mount, 'recursiveReadOnly');
    if (mode === undefined || mode === 'Disabled')
        return;
    if (!recursions.includes(mode)) {
        faults.notSupported(at, mode, recursions);
        return;
    }
    if ((0,validation_values/* flag */.Jt)(mount, 'readOnly') !== true)
        faults.forbidden(at, 'may only be specified when readOnly is true');
    if (((0,validation_values/* optional */.lq)(mount, 'mountPropagation') ?? 'None') !== 'None')
        faults.forbidden(at, 'may only be specified when mountPropagation is None');
}
function judgeSubPaths(mount, here, at, faults) {
    const [path, expression] = [(0,validation_values/* text */.Qq)(mount, 'subPath'), (0,validation_values/* text */.Qq)(mount, 'subPathExpr')];
    if (path !== '')
        judgeDescending(path, at.called('subPath'), faults);
    if (expression === '')
        return;
    if (path !== '')
        faults.invalid(here.in('subPathExpr'), expression, 'excludes `subPath`');
    judgeDescending(expression, at.called('subPathExpr'), faults);
}
function judgeMounts(container, volumes, at, faults) {
    const devices = (0,validation_values/* structs */.vz)(container, 'volumeDevices');
    const deviceNames = new Set(devices.map((device) => (0,validation_values/* text */.Qq)(device, 'name')));
    const devicePaths = new Set(devices.map((device) => (0,validation_values/* text */.Qq)(device, 'devicePath')));
    const seen = new Set();
    (0,validation_values/* structs */.vz)(container, 'volumeMounts').forEach((mount, index) => {
        const here = at.item(index);
        const [name, path] = [(0,validation_values/* text */.Qq)(mount, 'name'), (0,validation_values/* text */.Qq)(mount, 'mountPath')];
        if (name === '')
            faults.required(here.in('name'));
        if (!volumes.has(name))
            faults.notFound(here.in('name'), name);
        if (path === '')
            faults.required(here.in('mountPath'));
        if (seen.has(path))
            faults.invalid(here.in('mountPath'), path, 'must be unique');
        seen.add(path);
        if (deviceNames.has(name))
            faults.invalid(here.in('name'), name, 'must not be in volumeDevices too');
        if (devicePaths.has(path))
            faults.invalid(here.in('mountPath'), path, 'must not be a path in volumeDevices too');
        judgeSubPaths(mount, here, at, faults);
        judgePropagation(mount, container, at.called('mountPropagation', index, 'mountPropagation'), faults);
        judgeRecursive(mount, at.called('recursiveReadOnly', index, 'recursiveReadOnly'), faults);
    });
}
function judgeDevices(container, volumes, at, faults) {
    const mounts = (0,validation_values/* structs */.vz)(container, 'volumeMounts');
    const mountNames = new Set(mounts.map((mount) => (0,validation_values/* text */.Qq)(mount, 'name')));
    const mountPaths = new Set(mounts.map((mount) => (0,validation_values/* text */.Qq)(mount, 'mountPath')));
    const [paths, names] = [new Set(), new Set()];
    (0,validation_values/* structs */.vz)(container, 'volumeDevices').forEach((device, index) => {
        const here = at.item(index);
        const [name, path] = [(0,validation_values/* text */.Qq)(device, 'name'), (0,validation_values/* text */.Qq)(device, 'devicePath')];
        const volume = volumes.get(name);
        if (name === '')
            faults.required(here.in('name'));
        if (names.has(name))
            faults.invalid(here.in('name'), name, 'must be unique');
        if (volume === undefined)
            faults.notFound(here.in('name'), name);
        else if (!(0,validation_values/* has */.zy)(volume, 'persistentVolumeClaim') && !(0,validation_values/* has */.zy)(volume, 'ephemeral'))
            faults.invalid(here.in('name'), name, 'must be a PersistentVolumeClaim or ephemeral volume');
        if (path === '')
            faults.required(here.in('devicePath'));
        if (paths.has(path))
            faults.invalid(here.in('devicePath'), path, 'must be unique');
        if (path !== '' && path.split('/').includes('..'))
            faults.invalid(here.in('devicePath'), path, 'must not contain `..`');
        else
            paths.add(path);
        if (mountNames.has(name))
            faults.invalid(here.in('name'), name, 'must not be in volumeMounts too');
        if (mountPaths.has(path))
            faults.invalid(here.in('devicePath'), path, 'must not be a path in volumeMounts too');
        if (name !== '')
            names.add(name);
    });
}

;// CONCATENATED MODULE: ./lib/manifests/validation/probes.js


function judgePort(port, at, faults) {
    if (typeof port === 'string')
        faults.all(at, port, portName(port));
    else
        faults.all(at, port ?? 0, portNumber(port ?? 0));
}
function judgeHttp(action, at, faults) {
    judgePort((0,validation_values/* either */.gP)(action, 'port'), at.in('port'), faults);
    const scheme = (0,validation_values/* text */.Qq)(action, 'scheme') || 'HTTP';
    if (scheme !== 'HTTP' && scheme !== 'HTTPS')
        faults.notSupported(at.in('scheme'), scheme, ['HTTP', 'HTTPS']);
    for (const header of (0,validation_values/* structs */.vz)(action, 'httpHeaders'))
        faults.all(at.in('httpHeaders'), (0,validation_values/* text */.Qq)(header, 'name'), httpHeaderName((0,validation_values/* text */.Qq)(header, 'name')));
}
function judgeSleep(action, at, grace, faults) {
    const seconds = (0,validation_values/* number */.ai)(action, 'seconds') ?? 0;
    if (seconds < 0 || seconds > grace)
        faults.invalid(at, seconds, `must be between 0 and terminationGracePeriodSeconds (${grace})`);
}
const handlers = [
    [
        'exec',
        (action, at, _, faults) => ((0,validation_values/* list */.p_)(action, 'command').length === 0 ? faults.required(at.in('command')) : undefined),
    ],
    ['httpGet', (action, at, _, faults) => judgeHttp(action, at, faults)],
    ['tcpSocket', (action, at, _, faults) => judgePort((0,validation_values/* either */.gP)(action, 'port'), at.in('port'), faults)],
    ['grpc', (action, at, _, faults) => judgePort((0,validation_values/* number */.ai)(action, 'port') ?? 0, at.in('port'), faults)],
    ['sleep', (action, at, grace, faults) => judgeSleep(action, at, grace, faults)],
];
/** What a probe or a hook does: exactly one thing. */
function judgeHandler(handler, at, grace, faults, sleeps) {
    let kinds = 0;
    for (const [name, judge] of handlers) {
        if (!(0,validation_values/* has */.zy)(handler, name) || (name === 'sleep' && !sleeps) || (name === 'grpc' && sleeps))
            continue;
        if (kinds++ > 0)
            faults.forbidden(at.in(name), 'may not specify more than 1 handler type');
        else
            judge((0,validation_values/* struct */.w3)(handler, name), at.in(name), grace, faults);
    }
    if (kinds === 0)
        faults.required(at, 'must specify a handler type');
}
function judgeProbe(probe, at, grace, faults) {
    judgeHandler(probe, at, grace, faults, false);
    for (const name of [
        'initialDelaySeconds',
        'timeoutSeconds',
        'periodSeconds',
        'successThreshold',
        'failureThreshold',
    ]) {
        faults.nonNegative(at.in(name), (0,validation_values/* number */.ai)(probe, name));
    }
    const own = (0,validation_values/* number */.ai)(probe, 'terminationGracePeriodSeconds');
    if (own !== undefined && own <= 0)
        faults.invalid(at.in('terminationGracePeriodSeconds'), own, 'must be greater than 0');
}
function judgeProbes(container, at, grace, faults) {
    for (const name of ['livenessProbe', 'readinessProbe', 'startupProbe']) {
        const probe = (0,validation_values/* child */.jf)(container, name);
        if (probe === undefined)
            continue;
        judgeProbe(probe, at.in(name), grace, faults);
        if (name === 'readinessProbe') {
            if ((0,validation_values/* has */.zy)(probe, 'terminationGracePeriodSeconds'))
                faults.invalid(at.in(name).in('terminationGracePeriodSeconds'), (0,validation_values/* number */.ai)(probe, 'terminationGracePeriodSeconds'), 'must not be set for readiness probes');
        }
        else if (((0,validation_values/* number */.ai)(probe, 'successThreshold') || 1) !== 1)
            faults.invalid(at.in(name).in('successThreshold'), (0,validation_values/* number */.ai)(probe, 'successThreshold'), 'must be 1');
    }
}
function judgeLifecycle(container, at, grace, faults) {
    const lifecycle = (0,validation_values/* struct */.w3)(container, 'lifecycle');
    for (const name of ['postStart', 'preStop'])
        if ((0,validation_values/* has */.zy)(lifecycle, name))
            judgeHandler((0,validation_values/* struct */.w3)(lifecycle, name), at.in(name), grace, faults, true);
}

;// CONCATENATED MODULE: ./lib/manifests/validation/security.js



const seccompTypes = ['Localhost', 'RuntimeDefault', 'Unconfined'];
const sysctl = /^[a-z0-9]([-_a-z0-9]*[a-z0-9])?([./][a-z0-9]([-_a-z0-9]*[a-z0-9])?)*$/;
function judgeId(holder, name, at, faults) {
    const id = (0,validation_values/* number */.ai)(holder, name);
    if (id !== undefined && (id < 0 || id > 2147483647))
        faults.invalid(at.in(name), id, 'must be between 0 and 2147483647');
}
function judgeSeccomp(holder, at, faults) {
    const profile = (0,validation_values/* child */.jf)(holder, 'seccompProfile');
    if (profile === undefined)
        return;
    const type = (0,validation_values/* text */.Qq)(profile, 'type');
    const local = (0,validation_values/* optional */.lq)(profile, 'localhostProfile');
    faults.oneOf(at.in('type'), type, seccompTypes);
    if (type !== 'Localhost') {
        if (local !== undefined)
            faults.invalid(at.in('localhostProfile'), local, 'can only be set when type is Localhost');
    }
    else if (local === undefined)
        faults.required(at.in('localhostProfile'), 'the type is Localhost');
    else
        judgeDescending(local, at.in('localhostProfile'), faults);
}
function judgeAppArmor(holder, at, faults) {
    const profile = (0,validation_values/* child */.jf)(holder, 'appArmorProfile');
    if (profile === undefined)
        return;
    const type = (0,validation_values/* text */.Qq)(profile, 'type');
    const local = (0,validation_values/* optional */.lq)(profile, 'localhostProfile');
    if (type === 'Localhost') {
        if (local === undefined || local === '')
            faults.required(at.in('localhostProfile'), 'the type is Localhost');
        else if (local.trim() !== local)
            faults.invalid(at.in('localhostProfile'), local, 'must not be padded with blanks');
        if ((local?.length ?? 0) > 4095)
            faults.tooLong(at.in('localhostProfile'), 4095);
    }
    else if (seccompTypes.includes(type)) {
        if (local !== undefined)
            faults.invalid(at.in('localhostProfile'), local, 'can only be set when type is Localhost');
    }
    else
        faults.oneOf(at.in('type'), type, seccompTypes);
}
function judgeWindows(holder, at, faults) {
    const options = (0,validation_values/* child */.jf)(holder, 'windowsOptions');
    if (options === undefined)
        return;
    const name = (0,validation_values/* optional */.lq)(options, 'gmsaCredentialSpecName');
    if (name !== undefined)
        faults.all(at.in('gmsaCredentialSpecName'), name, dnsSubdomain(name));
    const spec = (0,validation_values/* optional */.lq)(options, 'gmsaCredentialSpec');
    if (spec === '')
        faults.invalid(at.in('gmsaCredentialSpec'), spec, 'cannot be empty');
    else if (spec !== undefined && Buffer.byteLength(spec) > 64 * 1024)
        faults.invalid(at.in('gmsaCredentialSpec'), '\u2026', 'must be under 64 KiB');
    const user = (0,validation_values/* optional */.lq)(options, 'runAsUserName');
    if (user !== undefined)
        judgeWindowsUser(user, at.in('runAsUserName'), faults);
}
function judgeWindowsUser(name, at, faults) {
    const parts = name.split('\\');
    if (name === '')
        faults.invalid(at, name, 'cannot be empty');
    else if (/[\0-\x1f\x7f-\x9f]/.test(name))
        faults.invalid(at, name, 'cannot contain control characters');
    else if (parts.length > 2)
        faults.invalid(at, name, 'cannot contain more than one backslash');
    else
        judgeWindowsParts(parts.length === 2 ? (parts[0] ?? '') : undefined, parts.at(-1) ?? '', at, faults);
}
function judgeWindowsParts(domain, user, at, faults) {
    const netBios = /^[^\\/:*?"<>|.][^\\/:*?"<>|]{0,14}$/;
    const dns = /^[a-zA-Z0-9][a-zA-Z0-9.-]*[a-zA-Z0-9]$/;
    if ((domain?.length ?? 0) >= 256)
        faults.invalid(at, domain, 'its domain must be under 256 characters');
    if (domain !== undefined && !netBios.test(domain) && !dns.test(domain))
        faults.invalid(at, domain, 'its domain has neither the NetBIOS nor the DNS form');
    if (user === '')
        faults.invalid(at, user, 'its user cannot be empty');
    else if (user.length > 104)
        faults.invalid(at, user, 'its user must not be longer than 104 characters');
    if (/^[. ]+$/.test(user))
        faults.invalid(at, user, 'its user cannot be only dots and blanks');
    if (/["/\\:;|=,+*?<>@[\]]/.test(user))
        faults.invalid(at, user, 'its user has characters that are not allowed');
}
function judgeContainerSecurity(container, at, hostUsers, faults) {
    const context = (0,validation_values/* child */.jf)(container, 'securityContext');
    if (context === undefined)
        return;
    judgeId(context, 'runAsUser', at, faults);
    judgeId(context, 'runAsGroup', at, faults);
    const mount = (0,validation_values/* optional */.lq)(context, 'procMount');
    if (mount !== undefined && mount !== 'Default' && mount !== 'Unmasked')
        faults.notSupported(at.in('procMount'), mount, ['Default', 'Unmasked']);
    if (mount === 'Unmasked' && hostUsers)
        faults.invalid(at.in('procMount'), mount, '`hostUsers` must be false to use it');
    judgeSeccomp(context, at.in('seccompProfile'), faults);
    if ((0,validation_values/* flag */.Jt)(context, 'allowPrivilegeEscalation') === false) {
        if ((0,validation_values/* flag */.Jt)(context, 'privileged') === true)
            faults.invalid(at, context, '`allowPrivilegeEscalation` cannot be false where `privileged` is true');
        for (const capability of (0,validation_values/* list */.p_)((0,validation_values/* struct */.w3)(context, 'capabilities'), 'add')) {
            if (capability === 'CAP_SYS_ADMIN')
                faults.invalid(at, context, '`allowPrivilegeEscalation` cannot be false with CAP_SYS_ADMIN');
        }
    }
    judgeWindows(context, at.in('windowsOptions'), faults);
    judgeAppArmor(context, at.in('appArmorProfile'), faults);
}
function judgeSysctls(context, at, faults) {
    const seen = new Set();
    (0,validation_values/* structs */.vz)(context, 'sysctls').forEach((item, index) => {
        const [name, here] = [(0,validation_values/* text */.Qq)(item, 'name'), at.item(index).in('name')];
        if (name === '')
            faults.required(here);
        else if (name.length > 253 || !sysctl.test(name))
            faults.invalid(here, name, 'is not the name of a sysctl');
        else if (seen.has(name))
            faults.duplicate(here, name);
        seen.add(name);
    });
}
function judgePodSecurity(spec, at, faults) {
    const context = (0,validation_values/* child */.jf)(spec, 'securityContext');
    if (context === undefined)
        return;
    for (const name of ['fsGroup', 'runAsUser', 'runAsGroup'])
        judgeId(context, name, at, faults);
    (0,validation_values/* list */.p_)(context, 'supplementalGroups').forEach((id, index) => {
        if (typeof id === 'number' && (id < 0 || id > 2147483647))
            faults.invalid(at.in('supplementalGroups').item(index), id, 'must be between 0 and 2147483647');
    });
    if ((0,validation_values/* flag */.Jt)(spec, 'shareProcessNamespace') === true && (0,validation_values/* flag */.Jt)(spec, 'hostPID') === true) {
        faults.invalid(at.called('shareProcessNamespace'), true, '`shareProcessNamespace` and `hostPID` cannot both be set');
    }
    judgeSysctls(context, at.in('sysctls'), faults);
    const choices = [
        ['fsGroupChangePolicy', ['Always', 'OnRootMismatch']],
        ['supplementalGroupsPolicy', ['Merge', 'Strict']],
        ['seLinuxChangePolicy', ['MountOption', 'Recursive']],
    ];
    for (const [name, supported] of choices) {
        const value = (0,validation_values/* optional */.lq)(context, name);
        if (value !== undefined && !supported.includes(value))
            faults.notSupported(at.in(name), value, supported);
    }
    judgeSeccomp(context, at.in('seccompProfile'), faults);
    judgeWindows(context, at.in('windowsOptions'), faults);
    judgeAppArmor(context, at.in('appArmorProfile'), faults);
}
/** Hosts processes on Windows: all containers of a pod or none. */
function judgeHostProcess(spec, containers, at, faults) {
    const ofPod = (0,validation_values/* flag */.Jt)((0,validation_values/* child */.jf)((0,validation_values/* child */.jf)(spec, 'securityContext'), 'windowsOptions'), 'hostProcess');
    let hosting = 0;
    for (const [container, here] of containers) {
        const own = (0,validation_values/* flag */.Jt)((0,validation_values/* child */.jf)((0,validation_values/* child */.jf)(container, 'securityContext'), 'windowsOptions'), 'hostProcess');
        if (ofPod !== undefined && own !== undefined && ofPod !== own) {
            faults.invalid(here.in('securityContext').in('windowsOptions').in('hostProcess'), own, `must be ${ofPod}, as the pod says`);
        }
        if (own ?? ofPod)
            hosting++;
    }
    if (hosting === 0)
        return;
    if (hosting !== containers.length)
        faults.invalid(at, '', 'if one container is a host process, all must be');
    if ((0,validation_values/* flag */.Jt)(spec, 'hostNetwork') !== true)
        faults.invalid(at.in('hostNetwork'), false, 'must be true where containers are host processes');
}
const podOnlyLinux = [
    'seLinuxOptions',
    'seccompProfile',
    'fsGroup',
    'fsGroupChangePolicy',
    'sysctls',
    'runAsUser',
    'runAsGroup',
    'supplementalGroups',
    'supplementalGroupsPolicy',
    'seLinuxChangePolicy',
    'appArmorProfile',
];
const containerOnlyLinux = [
    'appArmorProfile',
    'seLinuxOptions',
    'seccompProfile',
    'capabilities',
    'readOnlyRootFilesystem',
    'privileged',
    'allowPrivilegeEscalation',
    'procMount',
    'runAsUser',
    'runAsGroup',
];
/** What one operating system has and the other has not. */
function judgeOs(spec, containers, at, faults) {
    const os = (0,validation_values/* text */.Qq)((0,validation_values/* child */.jf)(spec, 'os'), 'name');
    const of = os === 'windows' ? podOnlyLinux : ['windowsOptions'];
    const ofContainers = os === 'windows' ? containerOnlyLinux : ['windowsOptions'];
    for (const name of of)
        if ((0,validation_values/* has */.zy)((0,validation_values/* child */.jf)(spec, 'securityContext'), name))
            faults.forbidden(at.in('securityContext').in(name), `cannot be set for a ${os} pod`);
    if (os === 'windows') {
        for (const name of ['hostUsers', 'shareProcessNamespace'])
            if ((0,validation_values/* has */.zy)(spec, name))
                faults.forbidden(at.in(name), 'cannot be set for a windows pod');
        for (const name of ['hostPID', 'hostIPC'])
            if ((0,validation_values/* flag */.Jt)(spec, name) === true)
                faults.forbidden(at.in(name), 'cannot be set for a windows pod');
    }
    for (const [container, here] of containers) {
        for (const name of ofContainers) {
            if ((0,validation_values/* has */.zy)((0,validation_values/* child */.jf)(container, 'securityContext'), name))
                faults.forbidden(here.in('securityContext').in(name), `cannot be set for a ${os} pod`);
        }
    }
}

;// CONCATENATED MODULE: ./lib/manifests/validation/containers.js








const protocols = ['SCTP', 'TCP', 'UDP'];
/** In a pod of the host's network, a port is the host's too. */
function hostPort(port, pod) {
    return (0,validation_values/* number */.ai)(port, 'hostPort') || (pod.isPod && pod.hostNetwork ? ((0,validation_values/* number */.ai)(port, 'containerPort') ?? 0) : 0);
}
function judgePorts(container, at, pod, faults) {
    const names = new Set();
    (0,validation_values/* structs */.vz)(container, 'ports').forEach((port, index) => {
        const here = at.item(index);
        const [name, inside, outside] = [(0,validation_values/* text */.Qq)(port, 'name'), (0,validation_values/* number */.ai)(port, 'containerPort') ?? 0, hostPort(port, pod)];
        if (name !== '') {
            const reasons = portName(name);
            faults.all(here.in('name'), name, reasons);
            if (reasons.length === 0 && names.has(name))
                faults.duplicate(here.in('name'), name);
            else if (reasons.length === 0)
                names.add(name);
        }
        if (inside === 0)
            faults.required(here.in('containerPort'));
        else
            faults.all(here.in('containerPort'), inside, portNumber(inside));
        if (outside !== 0)
            faults.all(here.in('hostPort'), outside, portNumber(outside));
        const protocol = (0,validation_values/* text */.Qq)(port, 'protocol') || 'TCP';
        if (!protocols.includes(protocol))
            faults.notSupported(here.in('protocol'), protocol, protocols);
    });
}
/** Two containers of a pod cannot have the same port of the host. */
function judgeHostPorts(containers, pod, faults) {
    const seen = new Set();
    for (const [container, at] of containers) {
        (0,validation_values/* structs */.vz)(container, 'ports').forEach((port, index) => {
            const outside = hostPort(port, pod);
            if (outside === 0)
                return;
            const key = `${(0,validation_values/* text */.Qq)(port, 'protocol') || 'TCP'}/${(0,validation_values/* text */.Qq)(port, 'hostIP')}/${outside}`;
            if (seen.has(key))
                faults.duplicate(at.in('ports').item(index).in('hostPort'), key);
            seen.add(key);
        });
    }
}
function judgeResize(container, at, pod, faults) {
    const seen = new Set();
    (0,validation_values/* structs */.vz)(container, 'resizePolicy').forEach((policy, index) => {
        const [name, restart] = [(0,validation_values/* text */.Qq)(policy, 'resourceName'), (0,validation_values/* text */.Qq)(policy, 'restartPolicy')];
        if (seen.has(name))
            faults.duplicate(at.item(index), name);
        seen.add(name);
        faults.oneOf(at, name, ['cpu', 'memory']);
        faults.oneOf(at, restart, ['NotRequired', 'RestartContainer']);
        if (pod.restartPolicy === 'Never' && restart !== 'NotRequired')
            faults.invalid(at, restart, 'must be NotRequired when `restartPolicy` is Never');
    });
}
/** What holds for containers of all three lists. */
function containers_judgeContainer(container, at, pod, faults) {
    const name = (0,validation_values/* text */.Qq)(container, 'name');
    if (name === '')
        faults.required(at.in('name'));
    else
        faults.all(at.in('name'), name, dnsLabel(name));
    if ((0,validation_values/* text */.Qq)(container, 'image') === '')
        faults.required(at.in('image'));
    const message = (0,validation_values/* text */.Qq)(container, 'terminationMessagePolicy');
    const messages = ['FallbackToLogsOnError', 'File'];
    if (message !== '' && !messages.includes(message))
        faults.notSupported(at.in('terminationMessagePolicy'), message, messages);
    judgePorts(container, at.in('ports'), pod, faults);
    judgeEnv(container, at.in('env'), faults);
    judgeEnvFrom(container, at.in('envFrom'), faults);
    judgeMounts(container, pod.volumes, at.in('volumeMounts'), faults);
    judgeDevices(container, pod.volumes, at.in('volumeDevices'), faults);
    const pull = (0,validation_values/* text */.Qq)(container, 'imagePullPolicy');
    if (pull !== '')
        faults.oneOf(at.in('imagePullPolicy'), pull, ['Always', 'IfNotPresent', 'Never']);
    judgeResources((0,validation_values/* struct */.w3)(container, 'resources'), at.in('resources'), pod.claims, pod.isPod, faults);
    judgeResize(container, at.in('resizePolicy'), pod, faults);
    judgeContainerSecurity(container, at.in('securityContext'), pod.hostUsers, faults);
}
function judgeContainers(spec, at, pod, faults) {
    const containers = (0,validation_values/* structs */.vz)(spec, 'containers');
    if (containers.length === 0) {
        faults.required(at, 'at least one container');
        return;
    }
    const names = new Set();
    containers.forEach((container, index) => {
        const here = at.item(index);
        const name = (0,validation_values/* text */.Qq)(container, 'name');
        containers_judgeContainer(container, here, pod, faults);
        if (names.has(name))
            faults.duplicate(here.in('name'), name);
        names.add(name);
        judgeLifecycle(container, here.in('lifecycle'), pod.grace, faults);
        judgeProbes(container, here, pod.grace, faults);
    });
    judgeHostPorts(containers.map((container, index) => [container, at.item(index)]), pod, faults);
}
function judgeInit(container, here, pod, faults) {
    // Anything but Always is dropped while the gate ContainerRestartRules is off, as it is by default.
    if ((0,validation_values/* optional */.lq)(container, 'restartPolicy') === 'Always') {
        judgeLifecycle(container, here.in('lifecycle'), pod.grace, faults);
        judgeProbes(container, here, pod.grace, faults);
        return;
    }
    for (const name of ['lifecycle', 'livenessProbe', 'readinessProbe', 'startupProbe']) {
        if ((0,validation_values/* has */.zy)(container, name))
            faults.forbidden(here.in(name), 'may not be set for init containers without restartPolicy=Always');
    }
}
function judgeInitContainers(spec, at, pod, faults) {
    const names = new Set((0,validation_values/* structs */.vz)(spec, 'containers').map((container) => (0,validation_values/* text */.Qq)(container, 'name')));
    (0,validation_values/* structs */.vz)(spec, 'initContainers').forEach((container, index) => {
        const here = at.item(index);
        const name = (0,validation_values/* text */.Qq)(container, 'name');
        containers_judgeContainer(container, here, pod, faults);
        if (names.has(name))
            faults.duplicate(here.in('name'), name);
        else if (name !== '')
            names.add(name);
        judgeHostPorts([[container, new At(at, 'item', 0, [index])]], pod, faults);
        judgeInit(container, here, pod, faults);
    });
}
const ephemeralForbidden = [
    'ports',
    'livenessProbe',
    'readinessProbe',
    'startupProbe',
    'lifecycle',
    'resources',
    'resizePolicy',
    'restartPolicy',
];
function judgeEphemeralContainers(spec, at, pod, faults) {
    const others = new Set([...(0,validation_values/* structs */.vz)(spec, 'containers'), ...(0,validation_values/* structs */.vz)(spec, 'initContainers')].map((container) => (0,validation_values/* text */.Qq)(container, 'name')));
    const names = new Set(others);
    (0,validation_values/* structs */.vz)(spec, 'ephemeralContainers').forEach((container, index) => {
        const here = at.item(index);
        const [name, target, image] = [
            (0,validation_values/* text */.Qq)(container, 'name'),
            (0,validation_values/* text */.Qq)(container, 'targetContainerName'),
            (0,validation_values/* text */.Qq)(container, 'image'),
        ];
        containers_judgeContainer(container, here, pod, faults);
        if (image.trim() !== image)
            faults.invalid(here.in('image'), image, 'must not have blanks around it');
        if (names.has(name))
            faults.duplicate(here.in('name'), name);
        names.add(name);
        if (target !== '' && !others.has(target))
            faults.notFound(here.in('targetContainerName'), target);
        for (const field of ephemeralForbidden) {
            if ((0,validation_values/* has */.zy)(container, field) &&
                ((0,validation_values/* list */.p_)(container, field).length > 0 || Object.keys((0,validation_values/* struct */.w3)(container, field)).length > 0)) {
                faults.forbidden(here.in(field), 'cannot be set for an Ephemeral Container');
            }
        }
    });
}

;// CONCATENATED MODULE: ./lib/manifests/validation/pod-resources.js



function add(a, b) {
    const exponent = Math.min(a.exponent, b.exponent);
    const amount = a.amount * 10n ** BigInt(a.exponent - exponent) + b.amount * 10n ** BigInt(b.exponent - exponent);
    return { amount, exponent, text: '' };
}
/** What all containers of a pod ask for together; init containers run one after another, but for those that stay. */
function aggregate(spec, kind) {
    const sum = new Map();
    const grow = (into, container) => {
        for (const [name, quantity] of quantities((0,validation_values/* child */.jf)(container, 'resources'), kind)) {
            const known = into.get(name);
            into.set(name, known === undefined ? quantity : add(known, quantity));
        }
    };
    for (const container of (0,validation_values/* structs */.vz)(spec, 'containers'))
        grow(sum, container);
    const sidecars = new Map();
    const peaks = [];
    for (const container of (0,validation_values/* structs */.vz)(spec, 'initContainers')) {
        if ((0,validation_values/* optional */.lq)(container, 'restartPolicy') === 'Always') {
            grow(sidecars, container);
            grow(sum, container);
            peaks.push(new Map(sidecars));
        }
        else {
            const peak = new Map(sidecars);
            grow(peak, container);
            peaks.push(peak);
        }
    }
    for (const peak of peaks) {
        for (const [name, quantity] of peak) {
            const known = sum.get(name);
            if (known === undefined || compareQuantities(known, quantity) < 0)
                sum.set(name, quantity);
        }
    }
    return sum;
}
function judgeName(name, at, faults) {
    if (!judgeResourceName(name, at, faults))
        return;
    if (name !== 'cpu' && name !== 'memory' && !isHugePages(name))
        faults.notSupported(at, name, ['cpu', 'memory', 'hugepages-\u2026']);
}
function judgeConsistency(spec, pod, faults) {
    const at = pod.in('resources');
    const resources = (0,validation_values/* child */.jf)(spec, 'resources');
    const [requests, limits] = [quantities(resources, 'requests'), quantities(resources, 'limits')];
    for (const [name, sum] of aggregate(spec, 'requests')) {
        const own = requests.get(name);
        if (own !== undefined && compareQuantities(sum, own) > 0)
            faults.invalid(at.in('requests').key(name), own.text, 'must be at least what the containers request together');
    }
    for (const [name, sum] of aggregate(spec, 'limits')) {
        const own = limits.get(name);
        if (own !== undefined && isHugePages(name) && compareQuantities(sum, own) > 0)
            faults.invalid(at.in('limits').key(name), own.text, 'must be at least what the containers are limited to together');
    }
    (0,validation_values/* structs */.vz)(spec, 'containers').forEach((container, index) => {
        for (const [name, limit] of quantities((0,validation_values/* child */.jf)(container, 'resources'), 'limits')) {
            const own = limits.get(name);
            if (own === undefined || compareQuantities(limit, own) <= 0)
                continue;
            const here = pod.called(`resources.containers[${index}][${name}].limits`, 'containers', index, 'resources', 'limits', name);
            faults.invalid(here, limit.text, `must be at most the pod's limit of ${own.text}`);
        }
    });
}
/** `resources` of a pod as a whole. */
function judgePodResources(spec, at, claims, isPod, faults) {
    const resources = (0,validation_values/* child */.jf)(spec, 'resources');
    if (resources === undefined)
        return;
    const here = at.in('resources');
    if ((0,validation_values/* text */.Qq)((0,validation_values/* child */.jf)(spec, 'os'), 'name') === 'windows') {
        faults.forbidden(here, 'may not be set for a windows pod');
        return;
    }
    if ((0,validation_values/* has */.zy)(resources, 'claims'))
        faults.forbidden(here.in('claims'), 'may not be set for a pod as a whole');
    judgeResources(resources, here, claims, isPod, faults, judgeName);
    judgeConsistency(spec, at, faults);
}

;// CONCATENATED MODULE: ./lib/manifests/validation/claims.js





const accessModes = ['ReadOnlyMany', 'ReadWriteMany', 'ReadWriteOnce', 'ReadWriteOncePod'];
const volumeModes = ['Block', 'Filesystem'];
function judgeAccessModes(spec, at, why, faults) {
    const modes = (0,validation_values/* strings */.P$)(spec, 'accessModes');
    if (modes.length === 0)
        faults.required(at, why);
    for (const mode of modes)
        if (!accessModes.includes(mode))
            faults.notSupported(at, mode, accessModes);
    const others = modes.some((mode) => mode !== 'ReadWriteOncePod' && accessModes.includes(mode));
    if (modes.includes('ReadWriteOncePod') && others)
        faults.forbidden(at, 'ReadWriteOncePod goes with no other mode');
}
function judgeDataSource(source, at, faults) {
    const [name, kind, group] = [(0,validation_values/* text */.Qq)(source, 'name'), (0,validation_values/* text */.Qq)(source, 'kind'), (0,validation_values/* text */.Qq)(source, 'apiGroup')];
    if (name === '')
        faults.required(at.in('name'));
    if (kind === '')
        faults.required(at.in('kind'));
    if (group === '' && kind !== 'PersistentVolumeClaim')
        faults.invalid(at, kind, 'must be PersistentVolumeClaim where apiGroup is empty');
    if (group !== '')
        faults.all(at.in('apiGroup'), group, dnsSubdomain(group));
    const namespace = (0,validation_values/* text */.Qq)(source, 'namespace');
    if (namespace !== '')
        faults.all(at.in('namespace'), namespace, dnsLabel(namespace));
}
/** Without the newer field the older one counts only for claims and snapshots; the server drops everything else. */
function legacySource(spec) {
    const source = (0,validation_values/* child */.jf)(spec, 'dataSource');
    const [group, kind] = [(0,validation_values/* text */.Qq)(source, 'apiGroup'), (0,validation_values/* text */.Qq)(source, 'kind')];
    const known = group === '' ? 'PersistentVolumeClaim' : group === 'snapshot.storage.k8s.io' ? 'VolumeSnapshot' : '';
    return kind === known ? source : undefined;
}
/** The two fields as the server has them when it judges a claim: one that is alone is copied to the other. */
function judgeSources(spec, at, faults) {
    // Across namespaces it is behind a gate that is closed: the server drops it.
    const given = (0,validation_values/* child */.jf)(spec, 'dataSourceRef');
    const ref = (0,validation_values/* text */.Qq)(given, 'namespace') === '' ? given : undefined;
    const source = ref === undefined ? legacySource(spec) : (0,validation_values/* child */.jf)(spec, 'dataSource');
    const [one, other] = [source ?? ref, ref ?? source];
    if (one === undefined || other === undefined)
        return;
    judgeDataSource(one, at.called('dataSource', source === undefined ? 'dataSourceRef' : 'dataSource'), faults);
    judgeDataSource(other, at.called('dataSourceRef', ref === undefined ? 'dataSource' : 'dataSourceRef'), faults);
    if (!claims_alike(one, other))
        faults.invalid(at, 'dataSource', 'dataSource must match dataSourceRef');
}
/** In a template of a claim nothing is dropped or copied. */
function judgeTemplateSources(spec, at, faults) {
    const [source, ref] = [(0,validation_values/* child */.jf)(spec, 'dataSource'), (0,validation_values/* child */.jf)(spec, 'dataSourceRef')];
    if (source !== undefined)
        judgeDataSource(source, at.in('dataSource'), faults);
    if (ref !== undefined)
        judgeDataSource(ref, at.in('dataSourceRef'), faults);
    if (source === undefined || ref === undefined)
        return;
    if ((0,validation_values/* text */.Qq)(ref, 'namespace') !== '')
        faults.invalid(at, 'dataSource', 'dataSource may not stand beside dataSourceRef.namespace');
    else if (!claims_alike(source, ref))
        faults.invalid(at, 'dataSource', 'dataSource must match dataSourceRef');
}
function claims_alike(source, ref) {
    return ['apiGroup', 'kind', 'name'].every((name) => (0,validation_values/* text */.Qq)(source, name) === (0,validation_values/* text */.Qq)(ref, name));
}
/** `spec` of a PersistentVolumeClaim. */
function judgeClaimSpec(spec, at, faults, isTemplate = false) {
    judgeAccessModes(spec, at.in('accessModes'), 'at least 1 access mode', faults);
    judgeSelector((0,validation_values/* child */.jf)(spec, 'selector'), at.in('selector'), faults);
    const storage = quantities((0,validation_values/* struct */.w3)(spec, 'resources'), 'requests').get('storage');
    const here = at.called('resources[storage]', 'resources', 'requests', 'storage');
    if (storage === undefined)
        faults.required(here);
    else if (judgePositive(storage, here, faults))
        judgeQuantity('storage', storage, here, faults);
    for (const name of ['storageClassName', 'volumeAttributesClassName']) {
        if ((0,validation_values/* text */.Qq)(spec, name) !== '')
            faults.all(at.in(name), (0,validation_values/* text */.Qq)(spec, name), dnsSubdomain((0,validation_values/* text */.Qq)(spec, name)));
    }
    const mode = (0,validation_values/* optional */.lq)(spec, 'volumeMode');
    if (mode !== undefined && !volumeModes.includes(mode))
        faults.notSupported(at.in('volumeMode'), mode, volumeModes);
    if (isTemplate)
        judgeTemplateSources(spec, at, faults);
    else
        judgeSources(spec, at, faults);
}
const otherFields = new Set(('name generateName namespace selfLink uid resourceVersion generation creationTimestamp deletionTimestamp ' +
    'deletionGracePeriodSeconds ownerReferences finalizers managedFields').split(' '));
/** The claim that an ephemeral volume makes. */
function judgeClaimTemplate(template, at, faults) {
    const metadata = (0,validation_values/* struct */.w3)(template, 'metadata');
    judgeTemplateMeta(metadata, at.in('metadata'), faults);
    for (const name of Object.keys(metadata)) {
        if (otherFields.has(name) && (0,validation_values/* has */.zy)(metadata, name) && metadata[name] !== '' && metadata[name] !== 0)
            faults.forbidden(at.in('metadata').called(name === 'uid' ? 'uID' : name, name), 'cannot be set');
    }
    judgeClaimSpec((0,validation_values/* struct */.w3)(template, 'spec'), at.in('spec'), faults, true);
}

;// CONCATENATED MODULE: ./lib/manifests/validation/projections.js




function judgeItems(source, at, faults, each = () => undefined) {
    (0,validation_values/* structs */.vz)(source, 'items').forEach((item, index) => {
        const here = at.item(index);
        if ((0,validation_values/* text */.Qq)(item, 'key') === '')
            faults.required(here.in('key'));
        if ((0,validation_values/* text */.Qq)(item, 'path') === '')
            faults.required(here.in('path'));
        judgeNonReserved((0,validation_values/* text */.Qq)(item, 'path'), here.in('path'), faults);
        judgeMode((0,validation_values/* number */.ai)(item, 'mode'), here.in('mode'), faults);
        if ((0,validation_values/* text */.Qq)(item, 'path') !== '')
            each((0,validation_values/* text */.Qq)(item, 'path'));
    });
}
function judgeDownwardFile(file, at, faults) {
    if ((0,validation_values/* text */.Qq)(file, 'path') === '')
        faults.required(sub(at, 'path'));
    judgeNonReserved((0,validation_values/* text */.Qq)(file, 'path'), sub(at, 'path'), faults);
    if ((0,validation_values/* has */.zy)(file, 'fieldRef')) {
        judgeFieldRef((0,validation_values/* struct */.w3)(file, 'fieldRef'), sub(at, 'fieldRef'), volumeFields, faults);
        if ((0,validation_values/* has */.zy)(file, 'resourceFieldRef'))
            faults.invalid(at, 'resource', 'fieldRef and resourceFieldRef exclude each other');
    }
    else if ((0,validation_values/* has */.zy)(file, 'resourceFieldRef'))
        judgeResourceFieldRef((0,validation_values/* struct */.w3)(file, 'resourceFieldRef'), sub(at, 'resourceFieldRef'), true, faults);
    else
        faults.required(at, 'one of fieldRef and resourceFieldRef');
    judgeMode((0,validation_values/* number */.ai)(file, 'mode'), sub(at, 'mode'), faults);
}
function sub(at, name) {
    return at.in(name);
}
function judgeToken(source, at, volume, faults) {
    const seconds = (0,validation_values/* number */.ai)(source, 'expirationSeconds') ?? 3600;
    if (seconds < 600)
        faults.invalid(at.in('expirationSeconds'), seconds, 'must be at least 600');
    if (seconds > 2 ** 32)
        faults.invalid(at.in('expirationSeconds'), seconds, 'must be at most 2^32');
    if ((0,validation_values/* text */.Qq)(source, 'path') === '')
        faults.required(volume.called('path'));
    else
        judgeNonReserved((0,validation_values/* text */.Qq)(source, 'path'), volume.called('path'), faults);
}
function judgeBundle(source, at, taken, faults) {
    const [name, signer] = [(0,validation_values/* optional */.lq)(source, 'name'), (0,validation_values/* optional */.lq)(source, 'signerName')];
    if (name !== undefined && signer !== undefined)
        faults.invalid(at, source, 'only one of name and signerName may be used');
    else if (name === '')
        faults.required(at.in('name'), 'must be an object name');
    else if (name !== undefined && (0,validation_values/* has */.zy)(source, 'labelSelector'))
        faults.invalid(at.in('labelSelector'), '', 'must be unset if name is specified');
    else if (signer !== undefined) {
        if (!/^[^/]+\/.+$/.test(signer))
            faults.invalid(at.in('signerName'), signer, 'must be a domain, `/` and a path');
        judgeSelector((0,validation_values/* child */.jf)(source, 'labelSelector'), at.in('labelSelector'), faults);
    }
    else if (name === undefined)
        faults.required(at, 'either name or signerName');
    if ((0,validation_values/* text */.Qq)(source, 'path') === '')
        faults.required(at.in('path'));
    judgeNonReserved((0,validation_values/* text */.Qq)(source, 'path'), at.in('path'), faults);
    taken((0,validation_values/* text */.Qq)(source, 'path'));
}
const keyTypes = ['RSA3072', 'RSA4096', 'ECDSAP256', 'ECDSAP384', 'ECDSAP521', 'ED25519'];
function judgeCertificate(source, at, taken, faults) {
    if (!keyTypes.includes((0,validation_values/* text */.Qq)(source, 'keyType')))
        faults.notSupported(at.in('keyType'), (0,validation_values/* text */.Qq)(source, 'keyType'), keyTypes);
    const seconds = (0,validation_values/* number */.ai)(source, 'maxExpirationSeconds');
    if (seconds !== undefined && seconds < 3600)
        faults.invalid(at.in('maxExpirationSeconds'), seconds, 'must be at least 3600');
    const paths = ['credentialBundlePath', 'keyPath', 'certificateChainPath'].filter((name) => (0,validation_values/* text */.Qq)(source, name) !== '');
    for (const name of paths) {
        judgeNonReserved((0,validation_values/* text */.Qq)(source, name), at.in(name), faults);
        taken((0,validation_values/* text */.Qq)(source, name));
    }
    if (paths.length === 0)
        faults.required(at, 'at least one of the paths');
}
function judgeNamed(source, at, faults, taken) {
    if ((0,validation_values/* text */.Qq)(source, 'name') === '')
        faults.required(at.in('name'));
    judgeItems(source, at.in('items'), faults, taken);
}
function judgeProjected(projected, at, faults) {
    judgeMode((0,validation_values/* number */.ai)(projected, 'defaultMode'), at.in('defaultMode'), faults);
    const seen = new Set();
    const taken = (path) => {
        if (seen.has(path))
            faults.invalid(at, path, 'two sources have the same path');
        seen.add(path);
    };
    (0,validation_values/* structs */.vz)(projected, 'sources').forEach((source, index) => {
        const here = at.in('sources').item(index);
        for (const name of ['secret', 'configMap'])
            if ((0,validation_values/* has */.zy)(source, name))
                judgeNamed((0,validation_values/* struct */.w3)(source, name), here.in(name), faults, taken);
        for (const [number, file] of (0,validation_values/* structs */.vz)((0,validation_values/* child */.jf)(source, 'downwardAPI'), 'items').entries()) {
            judgeDownwardFile(file, here.called('downwardAPI', 'downwardAPI', 'items', number), faults);
            if ((0,validation_values/* text */.Qq)(file, 'path') !== '')
                taken((0,validation_values/* text */.Qq)(file, 'path'));
        }
        if ((0,validation_values/* has */.zy)(source, 'serviceAccountToken'))
            judgeToken((0,validation_values/* struct */.w3)(source, 'serviceAccountToken'), here.in('serviceAccountToken'), at, faults);
        if ((0,validation_values/* has */.zy)(source, 'clusterTrustBundle'))
            judgeBundle((0,validation_values/* struct */.w3)(source, 'clusterTrustBundle'), here.in('clusterTrustBundle'), taken, faults);
        if ((0,validation_values/* has */.zy)(source, 'podCertificate'))
            judgeCertificate((0,validation_values/* struct */.w3)(source, 'podCertificate'), here.in('podCertificate'), taken, faults);
        const kinds = [
            'secret',
            'configMap',
            'downwardAPI',
            'serviceAccountToken',
            'clusterTrustBundle',
            'podCertificate',
        ].filter((name) => (0,validation_values/* has */.zy)(source, name));
        if (kinds.length > 1)
            faults.forbidden(here, 'may not specify more than 1 volume type per source');
    });
}

;// CONCATENATED MODULE: ./lib/manifests/validation/shares.js



/** Fields that a source of a volume must have. */
const needs = {
    gitRepo: ['repository'],
    gcePersistentDisk: ['pdName'],
    awsElasticBlockStore: ['volumeID'],
    nfs: ['server', 'path'],
    iscsi: ['targetPortal', 'iqn'],
    glusterfs: ['endpoints', 'path'],
    flocker: [],
    persistentVolumeClaim: ['claimName'],
    rbd: ['monitors', 'image'],
    cinder: ['volumeID'],
    cephfs: ['monitors'],
    quobyte: ['registry', 'volume'],
    fc: [],
    flexVolume: ['driver'],
    azureFile: ['secretName', 'shareName'],
    vsphereVolume: ['volumePath'],
    photonPersistentDisk: ['pdID'],
    portworxVolume: ['volumeID'],
    azureDisk: ['diskName', 'diskURI'],
    storageos: ['volumeName'],
    scaleIO: ['gateway', 'system', 'volumeName'],
};
/** Sources of volumes that are somewhere in a network, by the name of their field. */
const shares = new Set(Object.keys(needs));
function judgePartition(source, at, faults) {
    const partition = (0,validation_values/* number */.ai)(source, 'partition') ?? 0;
    if (partition < 0 || partition > 255)
        faults.invalid(at.in('partition'), partition, 'must be between 0 and 255');
}
function judgeIscsiName(name, at, faults) {
    const forms = {
        iqn: /^iqn\.\d{4}-\d{2}\.[A-Za-z0-9.-]+(:[^,;*&$|\s]+)$/,
        eui: /^eui\.[A-Za-z0-9]{16}$/,
        naa: /^naa\.[A-Za-z0-9]{32}$/,
    };
    const form = forms[name.slice(0, 3)];
    if (form === undefined)
        faults.invalid(at, name, 'must start with iqn, eui or naa');
    else if (!form.test(name))
        faults.invalid(at, name, 'has not the form of its kind');
}
function judgeLun(lun, at, faults) {
    if (lun < 0 || lun > 255)
        faults.invalid(at.in('lun'), lun, 'must be between 0 and 255');
}
function judgeIscsi(source, at, faults) {
    if ((0,validation_values/* text */.Qq)(source, 'iqn') !== '')
        judgeIscsiName((0,validation_values/* text */.Qq)(source, 'iqn'), at.in('iqn'), faults);
    judgeLun((0,validation_values/* number */.ai)(source, 'lun') ?? 0, at, faults);
    const secured = (0,validation_values/* flag */.Jt)(source, 'chapAuthDiscovery') === true || (0,validation_values/* flag */.Jt)(source, 'chapAuthSession') === true;
    if (secured && !(0,validation_values/* has */.zy)(source, 'secretRef'))
        faults.required(at.in('secretRef'));
    const initiator = (0,validation_values/* optional */.lq)(source, 'initiatorName');
    if (initiator !== undefined)
        judgeIscsiName(initiator, at.called('initiatorname', 'initiatorName'), faults);
}
function judgeFc(source, at, faults) {
    const [names, ids] = [(0,validation_values/* list */.p_)(source, 'targetWWNs').length, (0,validation_values/* list */.p_)(source, 'wwids').length];
    if (names === 0 && ids === 0)
        faults.required(at.in('targetWWNs'), 'either targetWWNs or wwids');
    if (names > 0 && ids > 0)
        faults.invalid(at.in('targetWWNs'), '', 'targetWWNs and wwids exclude each other');
    if (names === 0)
        return;
    const lun = (0,validation_values/* number */.ai)(source, 'lun');
    if (lun === undefined)
        faults.required(at.in('lun'), 'targetWWNs is set');
    else
        judgeLun(lun, at, faults);
}
function judgeFlocker(source, at, faults) {
    const [name, id] = [(0,validation_values/* text */.Qq)(source, 'datasetName'), (0,validation_values/* text */.Qq)(source, 'datasetUUID')];
    if (name === '' && id === '')
        faults.required(at, 'one of datasetName and datasetUUID');
    if (name !== '' && id !== '')
        faults.invalid(at, 'resource', 'datasetName and datasetUUID exclude each other');
    if (name.includes('/'))
        faults.invalid(at.in('datasetName'), name, 'must not contain `/`');
}
function judgeFlex(source, at, faults) {
    for (const [key] of (0,validation_values/* entries */.jO)(source, 'options')) {
        const domain = `.${(key.split('/')[0] ?? '').toLowerCase()}`;
        if (domain.endsWith('.kubernetes.io') || domain.endsWith('.k8s.io'))
            faults.invalid(at.in('options').key(key), key, 'this domain is reserved');
    }
}
function judgeAzureDisk(source, at, faults) {
    const [caching, kind, uri] = [(0,validation_values/* optional */.lq)(source, 'cachingMode'), (0,validation_values/* optional */.lq)(source, 'kind'), (0,validation_values/* text */.Qq)(source, 'diskURI')];
    const modes = ['None', 'ReadOnly', 'ReadWrite'];
    const kinds = ['Dedicated', 'Managed', 'Shared'];
    if (caching !== undefined && !modes.includes(caching))
        faults.notSupported(at.in('cachingMode'), caching, modes);
    if (kind !== undefined && !kinds.includes(kind))
        faults.notSupported(at.in('kind'), kind, kinds);
    const managed = (kind ?? 'Shared') === 'Managed';
    const start = managed ? '/subscriptions/' : 'https://';
    if (!uri.startsWith(start))
        faults.notSupported(at.in('diskURI'), uri, [`${start}\u2026`]);
}
function judgeSecretRef(source, at, namespaced, faults) {
    const secret = (0,validation_values/* child */.jf)(source, 'secretRef');
    if (secret === undefined)
        return;
    if ((0,validation_values/* text */.Qq)(secret, 'name') === '')
        faults.required(at.in('secretRef').in('name'));
    if (namespaced && (0,validation_values/* text */.Qq)(secret, 'namespace') === '')
        faults.required(at.in('secretRef').in('namespace'));
}
function judgeQuobyte(source, at, faults) {
    const registry = (0,validation_values/* text */.Qq)(source, 'registry');
    if (registry === '')
        return;
    if ((0,validation_values/* text */.Qq)(source, 'tenant').length >= 65)
        faults.required(at.in('tenant'), 'at most 64 characters');
    else
        for (const pair of registry.split(','))
            if (!/^[^:]*:[^:]*$|^\[.*\]:[^:]*$/.test(pair))
                faults.invalid(at.in('registry'), registry, 'must be host:port pairs');
}
/** A source of a volume by its field; `persistent` where it stands in a PersistentVolume. */
function judgeShare(name, source, parent, faults, persistent) {
    const at = name === 'gcePersistentDisk' ? parent.called('persistentDisk', name) : parent.in(name);
    for (const field of needs[name] ?? []) {
        const missing = field === 'monitors' ? (0,validation_values/* list */.p_)(source, field).length === 0 : (0,validation_values/* text */.Qq)(source, field) === '';
        if (missing)
            faults.required(at.in(field));
    }
    if (name === 'gcePersistentDisk' || name === 'awsElasticBlockStore')
        judgePartition(source, at, faults);
    else if (name === 'iscsi')
        judgeIscsi(source, at, faults);
    else if (name === 'fc')
        judgeFc(source, at, faults);
    else if (name === 'flocker')
        judgeFlocker(source, at, faults);
    else if (name === 'flexVolume')
        judgeFlex(source, at, faults);
    else if (name === 'azureDisk')
        judgeAzureDisk(source, at, faults);
    else if (name === 'quobyte')
        judgeQuobyte(source, at, faults);
    else if (name === 'nfs' && !(0,validation_values/* text */.Qq)(source, 'path').startsWith('/'))
        faults.invalid(at.in('path'), (0,validation_values/* text */.Qq)(source, 'path'), 'must be an absolute path');
    else if (name === 'gitRepo')
        judgeDescending((0,validation_values/* text */.Qq)(source, 'directory'), at.in('directory'), faults);
    if (name === 'storageos') {
        for (const field of ['volumeName', 'volumeNamespace'])
            if ((0,validation_values/* text */.Qq)(source, field) !== '')
                faults.all(at.in(field), (0,validation_values/* text */.Qq)(source, field), dnsLabel((0,validation_values/* text */.Qq)(source, field)));
    }
    if (name === 'cinder' || name === 'storageos')
        judgeSecretRef(source, at, persistent, faults);
    if (persistent && name === 'iscsi')
        judgeSecretRef(source, at, false, faults);
    if (persistent && name === 'azureFile' && (0,validation_values/* optional */.lq)(source, 'secretNamespace') === '')
        faults.required(at.in('secretNamespace'));
}

;// CONCATENATED MODULE: ./lib/manifests/validation/volumes.js








const hostPathTypes = [
    '',
    'BlockDevice',
    'CharDevice',
    'Directory',
    'DirectoryOrCreate',
    'File',
    'FileOrCreate',
    'Socket',
];
function judgeHostPath(source, at, faults) {
    const path = (0,validation_values/* text */.Qq)(source, 'path');
    if (path === '') {
        faults.required(at.in('path'));
        return;
    }
    judgeNoBacksteps(path, at.in('path'), faults);
    if ((0,validation_values/* has */.zy)(source, 'type') && !hostPathTypes.includes((0,validation_values/* text */.Qq)(source, 'type')))
        faults.notSupported(at.in('type'), (0,validation_values/* text */.Qq)(source, 'type'), hostPathTypes);
}
function judgeConfig(nameField) {
    return (source, at, faults) => {
        if ((0,validation_values/* text */.Qq)(source, nameField) === '')
            faults.required(at.in(nameField));
        judgeMode((0,validation_values/* number */.ai)(source, 'defaultMode'), at.in('defaultMode'), faults);
        judgeItems(source, at.in('items'), faults);
    };
}
function judgeDownward(source, at, faults) {
    judgeMode((0,validation_values/* number */.ai)(source, 'defaultMode'), at.in('defaultMode'), faults);
    (0,validation_values/* structs */.vz)(source, 'items').forEach((file, index) => {
        judgeDownwardFile(file, at.unnamed('items', index), faults);
    });
}
function judgeDriver(driver, at, faults) {
    if (driver === '')
        faults.required(at);
    if (driver.length > 63)
        faults.tooLong(at, 63);
    faults.all(at, driver, dnsSubdomain(driver.toLowerCase()));
}
function judgeCsi(source, at, faults) {
    judgeDriver((0,validation_values/* text */.Qq)(source, 'driver'), at.in('driver'), faults);
    const secret = (0,validation_values/* child */.jf)(source, 'nodePublishSecretRef');
    if (secret === undefined)
        return;
    if ((0,validation_values/* text */.Qq)(secret, 'name') === '')
        faults.required(at.in('nodePublishSecretRef').in('name'));
    else
        faults.all(at.called('name', 'nodePublishSecretRef', 'name'), (0,validation_values/* text */.Qq)(secret, 'name'), dnsSubdomain((0,validation_values/* text */.Qq)(secret, 'name')));
}
const volumes_sources = [
    ['hostPath', judgeHostPath],
    ['secret', judgeConfig('secretName')],
    ['downwardAPI', judgeDownward],
    ['configMap', judgeConfig('name')],
    ['projected', judgeProjected],
    ['csi', judgeCsi],
    ['ephemeral', judgeEphemeral],
];
function judgeEphemeral(source, at, faults) {
    const template = (0,validation_values/* child */.jf)(source, 'volumeClaimTemplate');
    if (template === undefined)
        faults.required(at.in('volumeClaimTemplate'));
    else
        judgeClaimTemplate(template, at.in('volumeClaimTemplate'), faults);
}
/** Names that the server gives to fields in some of its messages. */
const renamed = { cephfs: 'cephFS', downwardAPI: 'downwarAPI' };
const order = [
    'hostPath',
    'gitRepo',
    'gcePersistentDisk',
    'awsElasticBlockStore',
    'secret',
    'nfs',
    'iscsi',
    'glusterfs',
    'flocker',
    'persistentVolumeClaim',
    'rbd',
    'cinder',
    'cephfs',
    'quobyte',
    'downwardAPI',
    'fc',
    'flexVolume',
    'configMap',
    'azureFile',
    'vsphereVolume',
    'photonPersistentDisk',
    'portworxVolume',
    'azureDisk',
    'storageos',
    'projected',
    'scaleIO',
    'csi',
    'ephemeral',
];
function judgeSource(volume, at, pod, faults) {
    let kinds = 0;
    if ((0,validation_values/* has */.zy)(volume, 'emptyDir')) {
        kinds++;
        const limit = quantityOf((0,validation_values/* struct */.w3)(volume, 'emptyDir')['sizeLimit']);
        if (signOf(limit) < 0)
            faults.forbidden(at.in('emptyDir').in('sizeLimit'), 'must not be negative');
    }
    for (const name of order) {
        if (!(0,validation_values/* has */.zy)(volume, name))
            continue;
        if (kinds++ > 0)
            faults.forbidden(at.called(renamed[name] ?? name, name), 'may not specify more than 1 volume type');
        else
            judgeOne(name, volume, at, pod, faults);
    }
}
function judgeOne(name, volume, at, pod, faults) {
    const source = (0,validation_values/* struct */.w3)(volume, name);
    const own = volumes_sources.find(([known]) => known === name);
    if (own !== undefined)
        own[1](source, at.in(name), faults, pod, (0,validation_values/* text */.Qq)(volume, 'name'));
    else if (shares.has(name))
        judgeShare(name, source, at, faults, false);
    if (name === 'ephemeral' && pod.name !== '' && (0,validation_values/* text */.Qq)(volume, 'name') !== '') {
        const claim = `${pod.name}-${(0,validation_values/* text */.Qq)(volume, 'name')}`;
        faults.all(at.in('name'), (0,validation_values/* text */.Qq)(volume, 'name'), dnsSubdomain(claim).map((reason) => `the claim ${claim} ${reason}`));
    }
}
/** Judges the volumes of a pod; gives those that are good, by name: only they can be mounted. */
function judgeVolumes(spec, at, pod, faults) {
    const volumes = (0,validation_values/* structs */.vz)(spec, 'volumes');
    const good = new Map();
    const created = new Set(volumes
        .filter((volume) => pod.name !== '' && (0,validation_values/* has */.zy)(volume, 'ephemeral'))
        .map((volume) => `${pod.name}-${(0,validation_values/* text */.Qq)(volume, 'name')}`));
    let shown = 0;
    volumes.forEach((volume, index) => {
        // Images as volumes are behind a gate that is closed: the server drops the volume and what mounts it.
        if ((0,validation_values/* has */.zy)(volume, 'image'))
            return;
        const here = at.item(index, shown++);
        const name = (0,validation_values/* text */.Qq)(volume, 'name');
        const before = faults.count;
        judgeSource(volume, here, pod, faults);
        if (name === '')
            faults.required(here.in('name'));
        else
            faults.all(here.in('name'), name, dnsLabel(name));
        if (good.has(name))
            faults.duplicate(here.in('name'), name);
        if (faults.count === before)
            good.set(name, volume);
        const claim = (0,validation_values/* text */.Qq)((0,validation_values/* child */.jf)(volume, 'persistentVolumeClaim'), 'claimName');
        if (created.has(claim))
            faults.invalid(here.in('persistentVolumeClaim').in('claimName'), claim, 'is made for an ephemeral volume of this pod');
    });
    return good;
}

;// CONCATENATED MODULE: ./lib/manifests/validation/pod-spec.js











function judgeDns(spec, at, faults) {
    const policy = (0,validation_values/* text */.Qq)(spec, 'dnsPolicy') || 'ClusterFirst';
    const policies = ['ClusterFirstWithHostNet', 'ClusterFirst', 'Default', 'None'];
    if (!policies.includes(policy))
        faults.notSupported(at.in('dnsPolicy'), policy, policies);
    const config = (0,validation_values/* child */.jf)(spec, 'dnsConfig');
    const here = at.in('dnsConfig');
    if (policy === 'None' && config === undefined)
        faults.required(here, '`dnsPolicy` is None');
    else if (policy === 'None' && (0,validation_values/* strings */.P$)(config, 'nameservers').length === 0)
        faults.required(here.in('nameservers'), '`dnsPolicy` is None');
    else if (config !== undefined)
        judgeDnsConfig(config, here, faults);
}
function judgeDnsConfig(config, at, faults) {
    const [servers, searches] = [(0,validation_values/* strings */.P$)(config, 'nameservers'), (0,validation_values/* strings */.P$)(config, 'searches')];
    if (servers.length > 3)
        faults.invalid(at.in('nameservers'), servers, 'must not have more than 3 items');
    servers.forEach((server, index) => {
        faults.all(at.in('nameservers').item(index), server, addressForm(server));
    });
    if (searches.length > 32)
        faults.invalid(at.in('searches'), searches, 'must not have more than 32 items');
    if (searches.join(' ').length > 2048)
        faults.invalid(at.in('searches'), searches, 'must not have more than 2048 characters');
    searches.forEach((search, index) => {
        if (search !== '.')
            faults.all(at.in('searches').item(index), search, dnsSubdomainUnderscore(search.replace(/\.$/, '')));
    });
    (0,validation_values/* structs */.vz)(config, 'options').forEach((option, index) => {
        if ((0,validation_values/* text */.Qq)(option, 'name') === '')
            faults.required(at.in('options').item(index), 'must not be empty');
    });
}
const pod_spec_named = [
    ['nodeName', dnsSubdomain],
    ['hostname', dnsLabel],
    ['subdomain', dnsLabel],
    ['priorityClassName', dnsSubdomain],
];
function judgeNames(spec, at, faults) {
    const account = serviceAccount(spec);
    if (account !== '')
        faults.all(at.in('serviceAccountName'), account, dnsSubdomain(account));
    for (const [name, form] of pod_spec_named)
        if ((0,validation_values/* text */.Qq)(spec, name) !== '')
            faults.all(at.in(name), (0,validation_values/* text */.Qq)(spec, name), form((0,validation_values/* text */.Qq)(spec, name)));
    const runtime = (0,validation_values/* optional */.lq)(spec, 'runtimeClassName');
    if (runtime !== undefined)
        faults.all(at.in('runtimeClassName'), runtime, dnsSubdomain(runtime));
}
/** The older field counts where the newer one is empty. */
function serviceAccount(spec) {
    return (0,validation_values/* text */.Qq)(spec, 'serviceAccountName') || (0,validation_values/* text */.Qq)(spec, 'serviceAccount');
}
function judgeGates(spec, at, faults) {
    (0,validation_values/* structs */.vz)(spec, 'readinessGates').forEach((gate, index) => {
        faults.all(at.in('readinessGates').item(index).in('conditionType'), (0,validation_values/* text */.Qq)(gate, 'conditionType'), qualifiedName((0,validation_values/* text */.Qq)(gate, 'conditionType')));
    });
    const seen = new Set();
    (0,validation_values/* structs */.vz)(spec, 'schedulingGates').forEach((gate, index) => {
        const [name, here] = [(0,validation_values/* text */.Qq)(gate, 'name'), at.in('schedulingGates').item(index)];
        faults.all(here, name, qualifiedName(name));
        if (seen.has(name))
            faults.duplicate(here, name);
        seen.add(name);
    });
}
function judgeAliases(spec, at, faults) {
    (0,validation_values/* structs */.vz)(spec, 'hostAliases').forEach((alias, index) => {
        const here = at.item(index);
        faults.all(here.in('ip'), (0,validation_values/* text */.Qq)(alias, 'ip'), addressForm((0,validation_values/* text */.Qq)(alias, 'ip')));
        (0,validation_values/* strings */.P$)(alias, 'hostnames').forEach((name, number) => {
            faults.all(here.in('hostnames').item(number), name, dnsSubdomain(name));
        });
    });
}
function judgeNetwork(spec, at, pod, faults) {
    if (!pod.hostNetwork)
        return;
    (0,validation_values/* structs */.vz)(spec, 'containers').forEach((container, index) => {
        (0,validation_values/* structs */.vz)(container, 'ports').forEach((port, number_) => {
            const [outside, inside] = [hostPort(port, pod), (0,validation_values/* number */.ai)(port, 'containerPort') ?? 0];
            if ((pod.isPod || outside !== 0) && outside !== inside) {
                faults.invalid(at.in('containers').item(index).in('ports').item(number_).in('hostPort'), outside, 'must match `containerPort` when `hostNetwork` is true');
            }
        });
    });
}
function judgeUsers(spec, at, faults) {
    if ((0,validation_values/* flag */.Jt)(spec, 'hostUsers') !== false)
        return;
    for (const [name, called] of [
        ['hostNetwork', 'hostNetwork'],
        ['hostPID', 'HostPID'],
        ['hostIPC', 'HostIPC'],
    ]) {
        if ((0,validation_values/* flag */.Jt)(spec, name) === true)
            faults.forbidden(at.called(called, name), '`hostUsers` is false');
    }
    for (const [container, here] of containersOf(spec, at)) {
        if ((0,validation_values/* structs */.vz)(container, 'volumeDevices').length > 0)
            faults.forbidden(here.in('volumeDevices'), '`hostUsers` is false');
    }
}
function pod_spec_judgeClaims(spec, at, faults) {
    const names = new Set();
    (0,validation_values/* structs */.vz)(spec, 'resourceClaims').forEach((claim, index) => {
        const [name, here] = [(0,validation_values/* text */.Qq)(claim, 'name'), at.item(index)];
        if (name === '')
            faults.required(here.in('name'));
        else if (names.has(name))
            faults.duplicate(here.in('name'), name);
        else
            faults.all(here.in('name'), name, dnsLabel(name));
        names.add(name);
        const sources = ['resourceClaimName', 'resourceClaimTemplateName'].filter((source) => (0,validation_values/* has */.zy)(claim, source));
        if (sources.length !== 1)
            faults.invalid(here, claim, 'must name one of `resourceClaimName` and `resourceClaimTemplateName`');
        for (const source of sources)
            faults.all(here.in(source), (0,validation_values/* text */.Qq)(claim, source), dnsSubdomain((0,validation_values/* text */.Qq)(claim, source)));
    });
    return names;
}
function contextOf(spec, isPod, volumes, claims) {
    return {
        isPod,
        volumes,
        claims,
        grace: (0,validation_values/* number */.ai)(spec, 'terminationGracePeriodSeconds') ?? 30,
        os: (0,validation_values/* has */.zy)(spec, 'os') ? (0,validation_values/* text */.Qq)((0,validation_values/* child */.jf)(spec, 'os'), 'name') : undefined,
        hostUsers: (0,validation_values/* flag */.Jt)(spec, 'hostUsers') !== false,
        hostNetwork: (0,validation_values/* flag */.Jt)(spec, 'hostNetwork') === true,
        restartPolicy: (0,validation_values/* text */.Qq)(spec, 'restartPolicy') || 'Always',
    };
}
function judgeLimits(spec, at, pod, faults) {
    const policies = ['Always', 'OnFailure', 'Never'];
    if (!policies.includes(pod.restartPolicy))
        faults.notSupported(at.in('restartPolicy'), pod.restartPolicy, policies);
    const deadline = (0,validation_values/* number */.ai)(spec, 'activeDeadlineSeconds');
    if (deadline !== undefined && (deadline < 1 || deadline > 2147483647))
        faults.invalid(at.in('activeDeadlineSeconds'), deadline, 'must be between 1 and 2147483647');
    const preemption = (0,validation_values/* optional */.lq)(spec, 'preemptionPolicy');
    if (preemption !== undefined)
        faults.oneOf(at.in('preemptionPolicy'), preemption, ['PreemptLowerPriority', 'Never']);
    if ((0,validation_values/* has */.zy)(spec, 'overhead'))
        judgeResources({ limits: spec['overhead'] ?? null }, at.in('overhead'), new Set(), false, faults, judgeContainerResourceName);
}
function mentionsWindows(spec) {
    const holders = [
        spec,
        ...(0,validation_values/* structs */.vz)(spec, 'initContainers'),
        ...(0,validation_values/* structs */.vz)(spec, 'containers'),
        ...(0,validation_values/* structs */.vz)(spec, 'ephemeralContainers'),
    ];
    return holders.some((holder) => (0,validation_values/* has */.zy)((0,validation_values/* child */.jf)(holder, 'securityContext'), 'windowsOptions'));
}
function judgeSystem(spec, at, faults) {
    const os = (0,validation_values/* child */.jf)(spec, 'os');
    if (os === undefined && !mentionsWindows(spec))
        return;
    const containers = containersOf(spec, at);
    judgeHostProcess(spec, containers, at, faults);
    if (os === undefined)
        return;
    const name = (0,validation_values/* text */.Qq)(os, 'name');
    if (name === '')
        faults.required(at.in('os').in('name'));
    else if (name !== 'linux' && name !== 'windows')
        faults.notSupported(at.in('os'), name, ['linux', 'windows']);
    else
        judgeOs(spec, containers, at, faults);
}
/** `spec` of a pod; `name` is the pod's, empty in a template. */
function judgePodSpec(spec, at, isPod, name, faults) {
    const volumes = judgeVolumes(spec, at.in('volumes'), { isPod, name }, faults);
    const claims = pod_spec_judgeClaims(spec, at.in('resourceClaims'), faults);
    const pod = contextOf(spec, isPod, volumes, claims);
    judgeContainers(spec, at.in('containers'), pod, faults);
    judgeInitContainers(spec, at.in('initContainers'), pod, faults);
    judgeEphemeralContainers(spec, at.in('ephemeralContainers'), pod, faults);
    judgePodResources(spec, at, claims, isPod, faults);
    judgeNetwork(spec, at, pod, faults);
    judgeLimits(spec, at, pod, faults);
    judgeDns(spec, at, faults);
    judgeLabels(spec, 'nodeSelector', at.in('nodeSelector'), faults);
    judgePodSecurity(spec, at.in('securityContext'), faults);
    judgeAffinity((0,validation_values/* child */.jf)(spec, 'affinity'), at.in('affinity'), faults);
    judgeGates(spec, at, faults);
    judgeSpread(spec, at.in('topologySpreadConstraints'), faults);
    judgeUsers(spec, at, faults);
    judgeNames(spec, at, faults);
    judgeTolerations(spec, at.in('tolerations'), faults);
    judgeAliases(spec, at.in('hostAliases'), faults);
    judgeSystem(spec, at, faults);
}

;// CONCATENATED MODULE: ./lib/manifests/validation/templates.js





const seccompPod = 'seccomp.security.alpha.kubernetes.io/pod';
const seccompContainer = 'container.seccomp.security.alpha.kubernetes.io/';
const appArmor = 'container.apparmor.security.beta.kubernetes.io/';
function judgeSeccompProfile(profile, at, faults) {
    if (['runtime/default', 'docker/default', 'unconfined'].includes(profile))
        return;
    if (profile.startsWith('localhost/'))
        judgeDescending(profile.slice('localhost/'.length), at, faults);
    else
        faults.invalid(at, profile, 'is no seccomp profile');
}
function isAppArmor(profile) {
    return (profile === '' || profile === 'runtime/default' || profile === 'unconfined' || profile.startsWith('localhost/'));
}
/** Annotations that stand for fields of pods. `at` is where the annotations are. */
function judgePodAnnotations(metadata, spec, at, faults) {
    const annotations = (0,validation_values/* texts */.Te)(metadata, 'annotations');
    if (annotations.length === 0)
        return;
    const names = new Set(['initContainers', 'containers', 'ephemeralContainers'].flatMap((list) => (0,validation_values/* structs */.vz)(spec, list).map((one) => (0,validation_values/* text */.Qq)(one, 'name'))));
    for (const [key, value] of annotations) {
        if (key === 'kubernetes.io/config.mirror' && (0,validation_values/* text */.Qq)(spec, 'nodeName') === '')
            faults.invalid(at.key(key), value, 'spec.nodeName must be set');
        if (key === 'controller.kubernetes.io/pod-deletion-cost' && !isCost(value))
            faults.invalid(at.key(key), value, 'must be a 32bit integer');
        if (key === seccompPod || key.startsWith(seccompContainer))
            judgeSeccompProfile(value, at.called(key, key), faults);
        if (!key.startsWith(appArmor))
            continue;
        const name = key.slice(appArmor.length);
        if (!names.has(name))
            faults.invalid(at.key(key), name, 'there is no container of that name');
        if (!isAppArmor(value))
            faults.invalid(at.key(key), value, 'is no AppArmor profile');
    }
}
function isCost(value) {
    if (value === '')
        return false;
    return value === '0' || (/^-?[1-9]\d*$/.test(value) && Math.abs(Number(value)) <= 2147483648);
}
function matchesSeccomp(annotation, profile) {
    switch ((0,validation_values/* text */.Qq)(profile, 'type')) {
        case 'Unconfined':
            return annotation === 'unconfined';
        case 'RuntimeDefault':
            return annotation === 'runtime/default' || annotation === 'docker/default';
        default:
            return annotation === `localhost/${(0,validation_values/* text */.Qq)(profile, 'localhostProfile')}`;
    }
}
/** Annotations and fields that say the same thing must say the same. */
function judgeProfiles(metadata, spec, at, faults) {
    const annotations = new Map((0,validation_values/* texts */.Te)(metadata, 'annotations'));
    if (annotations.size === 0)
        return;
    const podContext = (0,validation_values/* child */.jf)(spec, 'securityContext');
    const podSeccomp = (0,validation_values/* child */.jf)(podContext, 'seccompProfile');
    const ofPod = annotations.get(seccompPod);
    if (podSeccomp !== undefined && ofPod !== undefined && !matchesSeccomp(ofPod, podSeccomp)) {
        faults.forbidden(at.in('securityContext').in('seccompProfile').in('type'), 'annotation and field must match');
    }
    for (const [container, here] of containersOf(spec, at)) {
        const context = (0,validation_values/* child */.jf)(container, 'securityContext');
        const seccomp = (0,validation_values/* child */.jf)(context, 'seccompProfile');
        const own = annotations.get(seccompContainer + (0,validation_values/* text */.Qq)(container, 'name'));
        if (seccomp !== undefined && own !== undefined && !matchesSeccomp(own, seccomp)) {
            faults.forbidden(here.in('securityContext').in('seccompProfile').in('type'), 'annotation and field must match');
        }
        const profile = (0,validation_values/* child */.jf)(context, 'appArmorProfile') ?? (0,validation_values/* child */.jf)(podContext, 'appArmorProfile');
        const annotation = annotations.get(appArmor + (0,validation_values/* text */.Qq)(container, 'name'));
        if (profile !== undefined && annotation !== undefined && (0,validation_values/* text */.Qq)((0,validation_values/* child */.jf)(spec, 'os'), 'name') !== 'windows')
            templates_judgeAppArmor(annotation, profile, here, faults);
    }
}
function templates_judgeAppArmor(annotation, profile, here, faults) {
    const at = here.in('securityContext').in('appArmorProfile');
    const words = { Unconfined: 'unconfined', RuntimeDefault: 'runtime/default' };
    const type = (0,validation_values/* text */.Qq)(profile, 'type');
    if (type === 'Localhost') {
        if (!annotation.startsWith('localhost/'))
            faults.forbidden(at.in('type'), 'annotation and field must match');
        else if (annotation.slice('localhost/'.length) !== (0,validation_values/* optional */.lq)(profile, 'localhostProfile'))
            faults.forbidden(at.in('localhostProfile'), 'annotation and field must match');
    }
    else if (words[type] !== undefined && words[type] !== annotation)
        faults.forbidden(at.in('type'), 'annotation and field must match');
}
/** A pod template. The server leaves `metadata` out of the paths of its labels and annotations. */
function judgeTemplate(template, at, faults) {
    const [metadata, spec] = [(0,validation_values/* struct */.w3)(template, 'metadata'), (0,validation_values/* struct */.w3)(template, 'spec')];
    judgeTemplateLabels(metadata, spec, at, faults);
    judgePodSpec(spec, at.in('spec'), false, '', faults);
    judgeProfiles(metadata, spec, at.in('spec'), faults);
    if ((0,validation_values/* structs */.vz)(spec, 'ephemeralContainers').length > 0)
        faults.forbidden(at.in('spec').in('ephemeralContainers'), 'not allowed in a pod template');
}
function judgeTemplateLabels(metadata, spec, at, faults) {
    const annotations = at.called('annotations', 'metadata', 'annotations');
    judgeLabels(metadata, 'labels', at.called('labels', 'metadata', 'labels'), faults);
    judgeAnnotations(metadata, annotations, faults);
    judgePodAnnotations(metadata, spec, annotations, faults);
}
/** What a controller that keeps pods running asks of its template. */
function judgeEndlessTemplate(template, at, faults) {
    const spec = (0,validation_values/* struct */.w3)(template, 'spec');
    const policy = (0,validation_values/* text */.Qq)(spec, 'restartPolicy') || 'Always';
    if (policy !== 'Always')
        faults.notSupported(at.in('spec').in('restartPolicy'), policy, ['Always']);
    if ((0,validation_values/* has */.zy)(spec, 'activeDeadlineSeconds'))
        faults.forbidden(at.in('spec').in('activeDeadlineSeconds'), 'pods of this controller do not end');
}

;// CONCATENATED MODULE: ./lib/manifests/validation/workloads.js







const workloads_spec = root.in('spec');
const noMatch = '`selector` does not match template `labels`';
function judgeIntOrPercent(value, at, faults) {
    if (typeof value === 'string')
        faults.all(at, value, percent(value));
    else
        faults.nonNegative(at, value);
}
function judgeAtMost100(value, at, faults) {
    if (typeof value === 'string' && percent(value).length === 0 && Number.parseInt(value, 10) > 100)
        faults.invalid(at, value, 'must not be greater than 100%');
}
/** A percentage counts by its figure; a string that is none counts as a number if it is one. */
function amount(value) {
    if (typeof value === 'number')
        return value;
    if (percent(value).length === 0)
        return Number.parseInt(value, 10);
    return /^[+-]?\d+$/.test(value) ? Number(value) : 0;
}
function judgeSelectorOf(holder, faults) {
    const selector = (0,validation_values/* child */.jf)(holder, 'selector');
    if (selector === undefined) {
        faults.required(workloads_spec.in('selector'));
        return;
    }
    judgeSelector(selector, workloads_spec.in('selector'), faults);
    if (isEmptySelector(selector))
        faults.invalid(workloads_spec.in('selector'), {}, 'an empty selector selects everything and is not allowed');
}
function judgeMatch(holder, template, faults) {
    const selector = (0,validation_values/* child */.jf)(holder, 'selector');
    const matches = compileSelector(selector);
    if (matches === undefined || (selector !== undefined && isEmptySelector(selector)))
        return;
    const metadata = (0,validation_values/* struct */.w3)(template, 'metadata');
    if (!matches(labelsOf(metadata)))
        faults.invalid(workloads_spec.in('template').in('metadata').in('labels'), (0,validation_values/* struct */.w3)(metadata, 'labels'), noMatch);
}
/** Selector and template of a controller; the template is not looked at where the selector cannot be compiled. */
function judgeSelected(holder, faults) {
    judgeSelectorOf(holder, faults);
    if (compileSelector((0,validation_values/* child */.jf)(holder, 'selector')) === undefined) {
        faults.invalid(workloads_spec.in('selector'), (0,validation_values/* child */.jf)(holder, 'selector'), 'invalid label selector');
        return false;
    }
    judgeMatch(holder, (0,validation_values/* struct */.w3)(holder, 'template'), faults);
    return true;
}
function judgeReplicated(holder, faults) {
    faults.nonNegative(workloads_spec.in('replicas'), (0,validation_values/* number */.ai)(holder, 'replicas'));
    faults.nonNegative(workloads_spec.in('minReadySeconds'), (0,validation_values/* number */.ai)(holder, 'minReadySeconds'));
    if (!judgeSelected(holder, faults))
        return;
    judgeTemplate((0,validation_values/* struct */.w3)(holder, 'template'), workloads_spec.in('template'), faults);
    judgeEndlessTemplate((0,validation_values/* struct */.w3)(holder, 'template'), workloads_spec.in('template'), faults);
}
function judgeStrategy(holder, faults) {
    const strategy = (0,validation_values/* struct */.w3)(holder, 'strategy');
    const at = workloads_spec.in('strategy');
    const type = (0,validation_values/* text */.Qq)(strategy, 'type') || 'RollingUpdate';
    if (type === 'Recreate') {
        if ((0,validation_values/* has */.zy)(strategy, 'rollingUpdate'))
            faults.forbidden(at.in('rollingUpdate'), 'strategy `type` is Recreate');
    }
    else if (type !== 'RollingUpdate')
        faults.notSupported(at, type, ['Recreate', 'RollingUpdate']);
    else {
        const rolling = (0,validation_values/* struct */.w3)(strategy, 'rollingUpdate');
        const [unavailable, surge] = [(0,validation_values/* either */.gP)(rolling, 'maxUnavailable') ?? '25%', (0,validation_values/* either */.gP)(rolling, 'maxSurge') ?? '25%'];
        const [here, there] = [at.in('rollingUpdate').in('maxUnavailable'), at.in('rollingUpdate').in('maxSurge')];
        judgeIntOrPercent(unavailable, here, faults);
        judgeIntOrPercent(surge, there, faults);
        if (amount(unavailable) === 0 && amount(surge) === 0)
            faults.invalid(here, unavailable, 'may not be 0 when `maxSurge` is 0');
        judgeAtMost100(unavailable, here, faults);
    }
}
function judgeDeployment(object, faults) {
    judgeMetadata(object, dnsSubdomain, faults);
    const holder = (0,validation_values/* struct */.w3)(object, 'spec');
    judgeReplicated(holder, faults);
    judgeStrategy(holder, faults);
    faults.nonNegative(workloads_spec.in('revisionHistoryLimit'), (0,validation_values/* number */.ai)(holder, 'revisionHistoryLimit'));
    const [deadline, ready] = [(0,validation_values/* number */.ai)(holder, 'progressDeadlineSeconds') ?? 600, (0,validation_values/* number */.ai)(holder, 'minReadySeconds') ?? 0];
    faults.nonNegative(workloads_spec.in('progressDeadlineSeconds'), deadline);
    if (deadline <= ready)
        faults.invalid(workloads_spec.in('progressDeadlineSeconds'), deadline, 'must be greater than minReadySeconds');
}
function judgeReplicaSet(object, faults) {
    judgeMetadata(object, dnsSubdomain, faults);
    judgeReplicated((0,validation_values/* struct */.w3)(object, 'spec'), faults);
}
function judgeDaemonUpdate(holder, faults) {
    const strategy = (0,validation_values/* struct */.w3)(holder, 'updateStrategy');
    const at = workloads_spec.in('updateStrategy');
    const type = (0,validation_values/* text */.Qq)(strategy, 'type') || 'RollingUpdate';
    if (type === 'OnDelete')
        return;
    if (type !== 'RollingUpdate') {
        faults.notSupported(at, type, ['RollingUpdate', 'OnDelete']);
        return;
    }
    const rolling = (0,validation_values/* struct */.w3)(strategy, 'rollingUpdate');
    const [unavailable, surge] = [(0,validation_values/* either */.gP)(rolling, 'maxUnavailable') ?? 1, (0,validation_values/* either */.gP)(rolling, 'maxSurge') ?? 0];
    const [here, there] = [at.in('rollingUpdate').in('maxUnavailable'), at.in('rollingUpdate').in('maxSurge')];
    for (const judge of [judgeIntOrPercent, judgeAtMost100]) {
        judge(unavailable, here, faults);
        judge(surge, there, faults);
    }
    if (amount(unavailable) !== 0 && amount(surge) !== 0)
        faults.invalid(there, surge, 'may not be set when maxUnavailable is non-zero');
    if (amount(unavailable) === 0 && amount(surge) === 0)
        faults.required(here, 'cannot be 0 when maxSurge is 0');
}
function judgeDaemonSet(object, faults) {
    judgeMetadata(object, dnsSubdomain, faults);
    const holder = (0,validation_values/* struct */.w3)(object, 'spec');
    const selector = (0,validation_values/* child */.jf)(holder, 'selector');
    judgeSelector(selector, workloads_spec.in('selector'), faults);
    const matches = compileSelector(selector);
    const labels = (0,validation_values/* struct */.w3)((0,validation_values/* struct */.w3)(holder, 'template'), 'metadata');
    if (matches !== undefined && !matches(labelsOf(labels)))
        faults.invalid(workloads_spec.in('template').in('metadata').in('labels'), (0,validation_values/* struct */.w3)(labels, 'labels'), noMatch);
    if (selector !== undefined && isEmptySelector(selector))
        faults.invalid(workloads_spec.in('selector'), {}, 'an empty selector selects everything and is not allowed');
    judgeTemplate((0,validation_values/* struct */.w3)(holder, 'template'), workloads_spec.in('template'), faults);
    judgeEndlessTemplate((0,validation_values/* struct */.w3)(holder, 'template'), workloads_spec.in('template'), faults);
    for (const name of ['minReadySeconds', 'revisionHistoryLimit'])
        faults.nonNegative(workloads_spec.in(name), (0,validation_values/* number */.ai)(holder, name));
    judgeDaemonUpdate(holder, faults);
}
function judgeStatefulUpdate(holder, faults) {
    const strategy = (0,validation_values/* struct */.w3)(holder, 'updateStrategy');
    const at = workloads_spec.in('updateStrategy');
    const type = (0,validation_values/* text */.Qq)(strategy, 'type') || 'RollingUpdate';
    const rolling = (0,validation_values/* child */.jf)(strategy, 'rollingUpdate');
    if (type === 'OnDelete') {
        if (rolling !== undefined)
            faults.invalid(at.in('rollingUpdate'), rolling, 'only allowed for updateStrategy RollingUpdate');
    }
    else if (type !== 'RollingUpdate')
        faults.invalid(at, type, 'must be RollingUpdate or OnDelete');
    else if (rolling !== undefined) {
        faults.nonNegative(at.in('rollingUpdate').in('partition'), (0,validation_values/* number */.ai)(rolling, 'partition'));
    }
}
/** Claims of the controller count as volumes of its pods, in place of volumes of the same name. */
function withClaims(holder) {
    const template = (0,validation_values/* struct */.w3)(holder, 'template');
    const pod = (0,validation_values/* struct */.w3)(template, 'spec');
    const names = (0,validation_values/* structs */.vz)(holder, 'volumeClaimTemplates').map((claim) => (0,validation_values/* text */.Qq)((0,validation_values/* struct */.w3)(claim, 'metadata'), 'name'));
    const { hostname, subdomain, ...rest } = pod;
    if (names.length === 0)
        return { ...template, spec: rest };
    const claimed = new Set(names);
    const claims = [...claimed].map((name) => ({ name, persistentVolumeClaim: { claimName: name } }));
    const volumes = (0,validation_values/* structs */.vz)(pod, 'volumes').filter((volume) => !claimed.has((0,validation_values/* text */.Qq)(volume, 'name')));
    return { ...template, spec: { ...rest, volumes: [...claims, ...volumes] } };
}
function judgeRetention(holder, faults) {
    const policy = (0,validation_values/* child */.jf)(holder, 'persistentVolumeClaimRetentionPolicy');
    for (const name of ['whenDeleted', 'whenScaled']) {
        const value = (0,validation_values/* text */.Qq)(policy, name) || 'Retain';
        if (value !== 'Retain' && value !== 'Delete')
            faults.notSupported(workloads_spec.in('persistentVolumeClaimRetentionPolicy').in(name), value, ['Retain', 'Delete']);
    }
}
function judgeStatefulSet(object, faults) {
    judgeMetadata(object, dnsLabel, faults);
    const holder = (0,validation_values/* struct */.w3)(object, 'spec');
    const management = (0,validation_values/* text */.Qq)(holder, 'podManagementPolicy') || 'OrderedReady';
    if (management !== 'OrderedReady' && management !== 'Parallel')
        faults.invalid(workloads_spec.in('podManagementPolicy'), management, 'must be OrderedReady or Parallel');
    judgeStatefulUpdate(holder, faults);
    judgeRetention(holder, faults);
    (0,validation_values/* structs */.vz)(holder, 'volumeClaimTemplates').forEach((claim, index) => {
        judgeClaimSpec((0,validation_values/* struct */.w3)(claim, 'spec'), workloads_spec.in('volumeClaimTemplates').item(index).in('spec'), faults, true);
    });
    for (const name of ['replicas', 'minReadySeconds', 'revisionHistoryLimit']) {
        if (name !== 'revisionHistoryLimit')
            faults.nonNegative(workloads_spec.in(name), (0,validation_values/* number */.ai)(holder, name));
    }
    faults.nonNegative(workloads_spec.called('ordinals.start', 'ordinals', 'start'), (0,validation_values/* number */.ai)((0,validation_values/* child */.jf)(holder, 'ordinals'), 'start'));
    const service = (0,validation_values/* text */.Qq)(holder, 'serviceName');
    if (service !== '')
        faults.all(workloads_spec.in('serviceName'), service, dnsLabel(service));
    if (judgeSelected(holder, faults))
        judgeStatefulTemplate(holder, faults);
    judgeEndlessTemplate((0,validation_values/* struct */.w3)(holder, 'template'), workloads_spec.in('template'), faults);
}
/** The server looks at labels and annotations of this template twice. */
function judgeStatefulTemplate(holder, faults) {
    const template = withClaims(holder);
    judgeTemplate(template, workloads_spec.in('template'), faults);
    judgeTemplateLabels((0,validation_values/* struct */.w3)(template, 'metadata'), (0,validation_values/* struct */.w3)(template, 'spec'), workloads_spec.in('template'), faults);
}
/** Some controllers without labels get those of their template. */
function withTemplateLabels(object) {
    const [metadata, labels] = [
        (0,validation_values/* struct */.w3)(object, 'metadata'),
        (0,validation_values/* child */.jf)((0,validation_values/* struct */.w3)((0,validation_values/* struct */.w3)((0,validation_values/* struct */.w3)(object, 'spec'), 'template'), 'metadata'), 'labels'),
    ];
    if (labels === undefined || (0,validation_values/* texts */.Te)(metadata, 'labels').length > 0)
        return object;
    return { ...object, metadata: { ...metadata, labels } };
}
function judgeReplicationController(object, faults) {
    judgeMetadata(withTemplateLabels(object), dnsSubdomain, faults);
    const holder = (0,validation_values/* struct */.w3)(object, 'spec');
    const template = (0,validation_values/* child */.jf)(holder, 'template');
    const labels = labelsOf((0,validation_values/* struct */.w3)(template, 'metadata'));
    const own = (0,validation_values/* texts */.Te)(holder, 'selector');
    const selector = own.length === 0 ? [...labels] : own;
    for (const name of ['minReadySeconds', 'replicas'])
        faults.nonNegative(workloads_spec.in(name), (0,validation_values/* number */.ai)(holder, name));
    if (selector.length === 0)
        faults.required(workloads_spec.in('selector'));
    if (template === undefined) {
        faults.required(workloads_spec.in('template'));
        return;
    }
    if (!selector.every(([key, value]) => labels.get(key) === value))
        faults.invalid(workloads_spec.in('template').in('metadata').in('labels'), Object.fromEntries(labels), noMatch);
    judgeTemplate(template, workloads_spec.in('template'), faults);
    judgeEndlessTemplate(template, workloads_spec.in('template'), faults);
}
function judgePodTemplate(object, faults) {
    judgeMetadata(object, dnsSubdomain, faults);
    judgeTemplate((0,validation_values/* struct */.w3)(object, 'template'), root.in('template'), faults);
}
function judgeControllerRevision(object, faults) {
    judgeMetadata(object, dnsSubdomain, faults);
    faults.nonNegative(root.in('revision'), (0,validation_values/* number */.ai)(object, 'revision'));
    if (!(0,validation_values/* has */.zy)(object, 'data'))
        faults.required(root.in('data'), 'data is mandatory');
    else if ((0,validation_values/* child */.jf)(object, 'data') === undefined)
        faults.required(root.in('data'), 'data must be a mapping');
}

;// CONCATENATED MODULE: ./lib/manifests/validation/jobs.js







const counts = [
    'parallelism',
    'completions',
    'activeDeadlineSeconds',
    'backoffLimit',
    'ttlSecondsAfterFinished',
    'backoffLimitPerIndex',
    'maxFailedIndexes',
];
function judgeIndexed(spec, at, faults) {
    const [completions, parallelism, failed, backoff] = [
        'completions',
        'parallelism',
        'maxFailedIndexes',
        'backoffLimitPerIndex',
    ].map((name) => (0,validation_values/* number */.ai)(spec, name));
    if (completions === undefined)
        faults.required(at.in('completions'), 'completion mode is Indexed');
    if ((parallelism ?? 1) > 100_000)
        faults.invalid(at.in('parallelism'), parallelism, 'must be at most 100000 when completion mode is Indexed');
    if (completions !== undefined && failed !== undefined && failed > completions)
        faults.invalid(at.in('maxFailedIndexes'), failed, 'must be at most completions');
    if ((failed ?? 0) > 100_000)
        faults.invalid(at.in('maxFailedIndexes'), failed, 'must be at most 100000');
    if ((completions ?? 0) <= 100_000 || backoff === undefined)
        return;
    if (failed === undefined)
        faults.required(at.in('maxFailedIndexes'), 'completions is above 100000');
    if ((parallelism ?? 1) > 10_000)
        faults.invalid(at.in('parallelism'), parallelism, 'must be at most 10000 with so many completions');
    if ((failed ?? 0) > 10_000)
        faults.invalid(at.in('maxFailedIndexes'), failed, 'must be at most 10000 with so many completions');
}
function jobs_judgeMode(spec, at, faults) {
    const mode = (0,validation_values/* optional */.lq)(spec, 'completionMode') ?? 'NonIndexed';
    if (mode !== 'NonIndexed' && mode !== 'Indexed')
        faults.notSupported(at.in('completionMode'), mode, ['NonIndexed', 'Indexed']);
    if (mode === 'Indexed')
        judgeIndexed(spec, at, faults);
    if (mode !== 'NonIndexed')
        return;
    for (const name of ['backoffLimitPerIndex', 'maxFailedIndexes'])
        if ((0,validation_values/* has */.zy)(spec, name))
            faults.invalid(at.in(name), (0,validation_values/* number */.ai)(spec, name), 'requires indexed completion mode');
}
function judgeExitCodes(requirement, at, names, faults) {
    const operator = (0,validation_values/* text */.Qq)(requirement, 'operator');
    faults.oneOf(at.in('operator'), operator, ['In', 'NotIn']);
    const container = (0,validation_values/* optional */.lq)(requirement, 'containerName');
    if (container !== undefined && !names.has(container))
        faults.invalid(at.in('containerName'), container, 'must be a container of the pod template');
    const values = (0,validation_values/* list */.p_)(requirement, 'values').map((value) => (typeof value === 'number' ? value : 0));
    if (values.length === 0)
        faults.invalid(at.in('values'), values, 'at least one value is required');
    if (values.length > 255)
        faults.tooMany(at.in('values'), values.length, 255);
    const again = (0,validation_values/* repeats */.D_)();
    values.forEach((value, index) => {
        if (operator === 'In' && value === 0)
            faults.invalid(at.in('values').item(index), value, 'must not be 0 for the In operator');
        if (again(value))
            faults.duplicate(at.in('values').item(index), value);
    });
    if (values.some((value, index) => (values[index - 1] ?? value) > value))
        faults.invalid(at.in('values'), values, 'must be ordered');
}
const actions = ['Count', 'FailIndex', 'FailJob', 'Ignore'];
function judgeFailureRule(rule, at, spec, names, faults) {
    const action = (0,validation_values/* text */.Qq)(rule, 'action');
    if (action === 'FailIndex' && !(0,validation_values/* has */.zy)(spec, 'backoffLimitPerIndex'))
        faults.invalid(at.in('action'), action, 'requires the backoffLimitPerIndex to be set');
    faults.oneOf(at.in('action'), action, actions);
    const conditions = (0,validation_values/* structs */.vz)(rule, 'onPodConditions');
    if ((0,validation_values/* has */.zy)(rule, 'onExitCodes'))
        judgeExitCodes((0,validation_values/* struct */.w3)(rule, 'onExitCodes'), at.in('onExitCodes'), names, faults);
    if (conditions.length > 20)
        faults.tooMany(at.in('onPodConditions'), conditions.length, 20);
    conditions.forEach((pattern, index) => {
        const here = at.in('onPodConditions').item(index);
        faults.all(here.in('type'), (0,validation_values/* text */.Qq)(pattern, 'type'), qualifiedName((0,validation_values/* text */.Qq)(pattern, 'type')));
        faults.oneOf(here.in('status'), (0,validation_values/* text */.Qq)(pattern, 'status') || 'True', ['False', 'True', 'Unknown']);
    });
    if ((0,validation_values/* has */.zy)(rule, 'onExitCodes') === conditions.length > 0)
        faults.invalid(at, '', 'must have one of onExitCodes and onPodConditions');
}
function judgeFailurePolicy(spec, at, faults) {
    const rules = (0,validation_values/* structs */.vz)((0,validation_values/* child */.jf)(spec, 'podFailurePolicy'), 'rules');
    const pod = (0,validation_values/* struct */.w3)((0,validation_values/* struct */.w3)(spec, 'template'), 'spec');
    const names = new Set([...(0,validation_values/* structs */.vz)(pod, 'containers'), ...(0,validation_values/* structs */.vz)(pod, 'initContainers')].map((container) => (0,validation_values/* text */.Qq)(container, 'name')));
    if (rules.length > 20)
        faults.tooMany(at.in('rules'), rules.length, 20);
    rules.forEach((rule, index) => {
        judgeFailureRule(rule, at.in('rules').item(index), spec, names, faults);
    });
}
/** Number of indexes in `1,3-5`; undefined where it is no such list, or goes beyond the completions. */
function countIndexes(words, completions) {
    let [total, last] = [0, -1];
    for (const word of words === '' ? [] : words.split(',')) {
        const [, from, to] = /^(\d+)(?:-(\d+))?$/.exec(word) ?? [];
        const [first, end] = [Number(from), Number(to ?? from)];
        if (from === undefined ||
            first >= completions ||
            end >= completions ||
            first <= last ||
            end < first ||
            (to !== undefined && end === first))
            return undefined;
        total += end - first + 1;
        last = end;
    }
    return total;
}
function judgeSuccessRule(rule, at, completions, faults) {
    const [count, indexes] = [(0,validation_values/* number */.ai)(rule, 'succeededCount'), (0,validation_values/* optional */.lq)(rule, 'succeededIndexes')];
    if (count === undefined && indexes === undefined)
        faults.required(at, 'succeededCount or succeededIndexes');
    const total = indexes === undefined ? undefined : countIndexes(indexes, completions);
    if (indexes !== undefined && total === undefined)
        faults.invalid(at.in('succeededIndexes'), indexes, 'must be a rising list of indexes below completions');
    if (count === undefined)
        return;
    faults.nonNegative(at.in('succeededCount'), count);
    if (count > completions)
        faults.invalid(at.in('succeededCount'), count, 'must be at most completions');
    if (indexes !== undefined && count > (total ?? 0))
        faults.invalid(at.in('succeededCount'), count, 'must be at most the number of indexes');
}
function judgeSuccessPolicy(spec, at, faults) {
    if ((0,validation_values/* text */.Qq)(spec, 'completionMode') !== 'Indexed') {
        faults.invalid(at, '', 'requires indexed completion mode');
        return;
    }
    const rules = (0,validation_values/* structs */.vz)((0,validation_values/* child */.jf)(spec, 'successPolicy'), 'rules');
    if (rules.length === 0)
        faults.required(at.in('rules'), 'at least one rule');
    if (rules.length > 20)
        faults.tooMany(at.in('rules'), rules.length, 20);
    rules.forEach((rule, index) => {
        judgeSuccessRule(rule, at.in('rules').item(index), (0,validation_values/* number */.ai)(spec, 'completions') ?? 0, faults);
    });
}
function judgeReplacement(spec, at, faults) {
    const policy = (0,validation_values/* optional */.lq)(spec, 'podReplacementPolicy');
    if (policy === undefined)
        return;
    const supported = (0,validation_values/* has */.zy)(spec, 'podFailurePolicy') ? ['Failed'] : ['Failed', 'TerminatingOrFailed'];
    if (!supported.includes(policy))
        faults.notSupported(at, policy, supported);
}
function judgeEnding(spec, at, faults) {
    const policy = (0,validation_values/* text */.Qq)((0,validation_values/* struct */.w3)((0,validation_values/* struct */.w3)(spec, 'template'), 'spec'), 'restartPolicy') || 'Always';
    const here = at.in('template').in('spec').in('restartPolicy');
    if (policy === 'Always')
        faults.required(here, 'a Job needs OnFailure or Never');
    else if (policy !== 'OnFailure' && policy !== 'Never')
        faults.notSupported(here, policy, ['OnFailure', 'Never']);
    else if ((0,validation_values/* has */.zy)(spec, 'podFailurePolicy') && policy !== 'Never')
        faults.invalid(here, policy, 'podFailurePolicy goes only with Never');
}
function managedBy(name) {
    const [domain = '', ...path] = name.split('/');
    if (domain === '' || path.length === 0 || path.join('/') === '')
        return ['must be a domain, `/` and a path'];
    return [
        ...dnsSubdomain(domain),
        ...(/^[A-Za-z0-9/\-._~%!$&'()*+,;=:]+$/.test(path.join('/'))
            ? []
            : ['its path has characters that are not allowed']),
    ];
}
/** `spec` of a Job or of a CronJob's template. */
function judgeJobSpec(spec, at, faults) {
    for (const name of counts)
        faults.nonNegative(at.in(name), (0,validation_values/* number */.ai)(spec, name));
    if ((0,validation_values/* has */.zy)(spec, 'maxFailedIndexes') && !(0,validation_values/* has */.zy)(spec, 'backoffLimitPerIndex'))
        faults.required(at.in('backoffLimitPerIndex'), 'maxFailedIndexes is specified');
    const manager = (0,validation_values/* optional */.lq)(spec, 'managedBy');
    if (manager !== undefined) {
        faults.all(at.in('managedBy'), manager, managedBy(manager));
        if (manager.length > 63)
            faults.tooLong(at.in('managedBy'), 63);
    }
    jobs_judgeMode(spec, at, faults);
    if ((0,validation_values/* has */.zy)(spec, 'podFailurePolicy'))
        judgeFailurePolicy(spec, at.in('podFailurePolicy'), faults);
    if ((0,validation_values/* has */.zy)(spec, 'successPolicy'))
        judgeSuccessPolicy(spec, at.in('successPolicy'), faults);
    judgeReplacement(spec, at.in('podReplacementPolicy'), faults);
    judgeTemplate((0,validation_values/* struct */.w3)(spec, 'template'), at.in('template'), faults);
    judgeEnding(spec, at, faults);
}
function judgeJob(object, faults) {
    const spec = withGeneratedLabels(object);
    judgeMetadata(withTemplateLabels({ ...object, spec: hasTemplateLabels(object) ? spec : {} }), dnsSubdomain, faults);
    judgeGenerated(object, (0,validation_values/* struct */.w3)(object, 'spec'), faults);
    judgeJobSpec(spec, root.in('spec'), faults);
    const [name, completions] = [(0,validation_values/* text */.Qq)((0,validation_values/* struct */.w3)(object, 'metadata'), 'name'), (0,validation_values/* number */.ai)(spec, 'completions') ?? 0];
    if ((0,validation_values/* text */.Qq)(spec, 'completionMode') !== 'Indexed' || completions <= 0)
        return;
    const reasons = dnsLabel(`${name}-${completions - 1}`);
    if (reasons.length > 0)
        faults.invalid(root.in('metadata').in('name'), name, `the pod's hostname ${name}-${completions - 1} ${reasons[0]}`);
}

;// CONCATENATED MODULE: ./lib/manifests/validation/cron-jobs.js






function judgeZone(zone, at, faults) {
    if (zone === '')
        faults.invalid(at, zone, 'must be absent or not empty');
    else if (zone
        .split('/')
        .some((part) => part === '.' || part === '..' || part.startsWith('-') || !/^[A-Za-z.\-_0-9+]{1,14}$/.test(part))) {
        faults.invalid(at, zone, 'is no time zone');
    }
    else if (zone.toLowerCase() === 'local')
        faults.invalid(at, zone, 'must be a time zone of the IANA list');
    else if (!isZone(zone))
        faults.invalid(at, zone, 'is not in the IANA list of time zones');
}
const small = new Set(['au', 'de', 'es', 'of', 'la']);
/** Go reads time zones from files, whose names have cases; Intl knows the same list and does not care for case. */
function isZone(zone) {
    try {
        const known = new Intl.DateTimeFormat('en', { timeZone: zone }).resolvedOptions().timeZone;
        if (known === zone || zone === 'UTC')
            return true;
        return !/^[+-]/.test(zone) && zone.split(/[/_-]/).every((part) => /^[A-Z0-9+]/.test(part) || small.has(part));
    }
    catch {
        return false;
    }
}
function judgeCronJob(object, faults) {
    judgeMetadata(object, dnsSubdomain, faults);
    const [spec, at] = [(0,validation_values/* struct */.w3)(object, 'spec'), root.in('spec')];
    const schedule = (0,validation_values/* text */.Qq)(spec, 'schedule');
    if (schedule === '')
        faults.required(at.in('schedule'));
    else {
        const fault = cronFault(schedule);
        if (fault !== undefined)
            faults.invalid(at.in('schedule'), schedule, fault);
        if (schedule.includes('TZ'))
            faults.invalid(at.in('schedule'), schedule, 'a time zone belongs to the field timeZone');
    }
    faults.nonNegative(at.in('startingDeadlineSeconds'), (0,validation_values/* number */.ai)(spec, 'startingDeadlineSeconds'));
    const zone = (0,validation_values/* optional */.lq)(spec, 'timeZone');
    if (zone !== undefined)
        judgeZone(zone, at.in('timeZone'), faults);
    const policy = (0,validation_values/* text */.Qq)(spec, 'concurrencyPolicy') || 'Allow';
    faults.oneOf(at.in('concurrencyPolicy'), policy, ['Allow', 'Forbid', 'Replace']);
    const job = (0,validation_values/* struct */.w3)((0,validation_values/* struct */.w3)(spec, 'jobTemplate'), 'spec');
    const here = at.in('jobTemplate').in('spec');
    judgeJobSpec(job, here, faults);
    if ((0,validation_values/* has */.zy)(job, 'selector'))
        faults.invalid(here.in('selector'), '', 'is made by the server');
    if ((0,validation_values/* flag */.Jt)(job, 'manualSelector') === true)
        faults.notSupported(here.in('manualSelector'), true, ['nil', 'false']);
    for (const name of ['successfulJobsHistoryLimit', 'failedJobsHistoryLimit'])
        faults.nonNegative(at.in(name), (0,validation_values/* number */.ai)(spec, name));
    const metadata = (0,validation_values/* struct */.w3)(object, 'metadata');
    const name = (0,validation_values/* text */.Qq)(metadata, 'name');
    // A made name is the prefix and five characters.
    const length = name === '' ? Math.min((0,validation_values/* text */.Qq)(metadata, 'generateName').length, 58) + 5 : name.length;
    if (length > 52)
        faults.invalid(root.in('metadata').in('name'), name, 'must be no more than 52 characters');
}

;// CONCATENATED MODULE: ./lib/manifests/validation/custom-structure.js



/**
 * Structural schemas: every field has its type outside of the logic of `allOf`, `anyOf`, `oneOf` and `not`, which only
 * narrows values. After apiextensions-apiserver/pkg/apiserver/schema/validation.go and complete.go.
 */
const embedded = 'x-kubernetes-embedded-resource';
const preserve = 'x-kubernetes-preserve-unknown-fields';
const intOrString = 'x-kubernetes-int-or-string';
const either = [{ type: 'integer' }, { type: 'string' }];
const unbuildable = ['id', '$schema', '$ref', 'patternProperties', 'dependencies', 'additionalItems', 'definitions'];
function schemasWithin(schema) {
    const properties = (0,validation_values/* entries */.jO)(schema, 'properties').map(([, value]) => (0,validation_values/* objectOf */.Xy)(value) ?? {});
    const lists = ['allOf', 'anyOf', 'oneOf'].flatMap((name) => [...(0,validation_values/* structs */.vz)(schema, name)]);
    return [...properties, ...lists, ...parts(schema, ['items', 'additionalProperties', 'not'])];
}
function parts(schema, names) {
    const found = [];
    for (const name of names) {
        const part = (0,validation_values/* child */.jf)(schema, name);
        if (part !== undefined)
            found.push(part);
    }
    return found;
}
/** Whether the server can make a structure of a schema at all; other findings say why it cannot. */
function buildable(schema) {
    const strange = unbuildable.some((name) => (0,validation_values/* has */.zy)(schema, name) && schema[name] !== '' && !empty(schema[name]));
    if (strange || (0,validation_values/* list */.p_)(schema, 'items').length > 0 || (0,validation_values/* flag */.Jt)(schema, preserve) === false)
        return false;
    return schemasWithin(schema).every(buildable);
}
function empty(value) {
    return typeof value === 'object' && value !== null && Object.keys(value).length === 0;
}
const nestedNothings = [
    ['type', ''],
    ['default', 'any'],
    ['title', ''],
    ['description', ''],
    ['nullable', ''],
    [preserve, ''],
    [embedded, ''],
    [intOrString, ''],
    ['x-kubernetes-list-map-keys', ''],
    ['x-kubernetes-list-type', 'any'],
    ['x-kubernetes-map-type', 'any'],
    ['x-kubernetes-validations', ''],
];
function says(value) {
    return value !== undefined && value !== null && value !== '' && value !== false && !empty(value);
}
/** A schema under the logic. */
function judgeNested(schema, skipAnyOf, at, faults) {
    judgeLogic(schema, skipAnyOf, false, at, faults);
    const items = (0,validation_values/* child */.jf)(schema, 'items');
    if (items !== undefined)
        judgeNested(items, false, at.in('items'), faults);
    for (const [name, value] of (0,validation_values/* entries */.jO)(schema, 'properties'))
        judgeNested((0,validation_values/* objectOf */.Xy)(value) ?? {}, false, at.in('properties').key(name), faults);
    for (const [name, kind] of nestedNothings)
        if (kind === 'any' ? (0,validation_values/* has */.zy)(schema, name) : says(schema[name]))
            faults.forbidden(at.in(name), 'must be outside of allOf, anyOf, oneOf and not');
    if ((0,validation_values/* has */.zy)(schema, 'additionalProperties'))
        faults.forbidden(at.in('additionalProperties'), 'must be outside of the logic');
    if ((0,validation_values/* has */.zy)((0,validation_values/* child */.jf)(schema, 'properties'), 'metadata'))
        faults.forbidden(at.in('properties').key('metadata'), 'must be outside of the logic');
}
function judgeLogic(schema, skipAnyOf, skipFirst, at, faults) {
    for (const name of ['anyOf', 'allOf', 'oneOf']) {
        if (name === 'anyOf' && skipAnyOf)
            continue;
        (0,validation_values/* structs */.vz)(schema, name).forEach((one, index) => {
            judgeNested(one, name === 'allOf' && skipFirst && index === 0, at.in(name).item(index), faults);
        });
    }
    const negated = (0,validation_values/* child */.jf)(schema, 'not');
    if (negated !== undefined)
        judgeNested(negated, false, at.in('not'), faults);
    const pattern = (0,validation_values/* text */.Qq)(schema, 'pattern');
    if (pattern !== '' && !compiles(pattern))
        faults.invalid(at.in('pattern'), pattern, 'must be a regular expression of RE2');
}
/** Whether Go's RE2 takes a pattern. What it alone refuses is looked for by its form. */
function compiles(pattern) {
    if (/\(\?[=!]|\(\?<[=!]|\\[1-9]/.test(pattern))
        return false;
    const plain = pattern.replaceAll(/\(\?[imsU]+\)|\\[AzQE]/g, '').replaceAll('(?P<', '(?<');
    try {
        new RegExp(plain, 'u');
        return true;
    }
    catch {
        try {
            new RegExp(plain);
            return !/\[[^\]]*$|\([^)]*$|\\$/.test(plain);
        }
        catch {
            return false;
        }
    }
}
function custom_structure_judgeType(schema, level, at, faults) {
    const [type, resource] = [(0,validation_values/* text */.Qq)(schema, 'type'), (0,validation_values/* flag */.Jt)(schema, embedded) === true];
    if (resource && type !== 'object') {
        if (type === '')
            faults.required(at.in('type'), 'an embedded resource is an object');
        else
            faults.invalid(at.in('type'), type, 'must be object for an embedded resource');
    }
    else if (type === '' && (0,validation_values/* flag */.Jt)(schema, intOrString) !== true && (0,validation_values/* flag */.Jt)(schema, preserve) !== true)
        faults.required(at.in('type'), `a ${level} must have a type`);
    if (resource && (0,validation_values/* has */.zy)(schema, 'additionalProperties'))
        faults.forbidden(at.in('additionalProperties'), 'goes not with an embedded resource');
    if (level === 'root' && type !== '' && type !== 'object')
        faults.invalid(at.in('type'), type, 'must be object');
    if (resource && (0,validation_values/* flag */.Jt)(schema, preserve) !== true && !says(schema['properties']))
        faults.required(at.in('properties'), 'an embedded resource has properties, or preserves unknown fields');
}
function judgeMeta(schema, level, at, faults) {
    const checked = level === 'root' || (0,validation_values/* flag */.Jt)(schema, embedded) === true;
    for (const name of ['kind', 'apiVersion']) {
        const property = (0,validation_values/* child */.jf)((0,validation_values/* child */.jf)(schema, 'properties'), name);
        if (checked && property !== undefined && (0,validation_values/* text */.Qq)(property, 'type') !== 'string')
            faults.invalid(at.in('properties').key(name).in('type'), (0,validation_values/* text */.Qq)(property, 'type'), 'must be string');
    }
    const metadata = (0,validation_values/* child */.jf)((0,validation_values/* child */.jf)(schema, 'properties'), 'metadata');
    if (metadata === undefined)
        return;
    const here = at.in('properties').key('metadata');
    if (checked && (0,validation_values/* text */.Qq)(metadata, 'type') !== 'object')
        faults.invalid(here.in('type'), (0,validation_values/* text */.Qq)(metadata, 'type'), 'must be object');
    if (level !== 'root')
        return;
    const { type, default: fallback, properties, ...rest } = metadata;
    const names = Object.keys((0,validation_values/* objectOf */.Xy)(properties ?? null) ?? {});
    const known = names.every((name) => name === 'name' || name === 'generateName');
    if (!known || Object.values(rest).some(says))
        faults.forbidden(here, 'may narrow name and generateName only');
}
function judgeInvariants(schema, level, at, faults) {
    const items = (0,validation_values/* child */.jf)(schema, 'items');
    if ((0,validation_values/* text */.Qq)(schema, 'type') === 'array' && items === undefined)
        faults.required(at.in('items'));
    if (items !== undefined)
        judgeInvariants(items, 'item', at.in('items'), faults);
    for (const [name, value] of (0,validation_values/* entries */.jO)(schema, 'properties'))
        judgeInvariants((0,validation_values/* objectOf */.Xy)(value) ?? {}, 'field', at.in('properties').key(name), faults);
    if (level === 'root' && (0,validation_values/* has */.zy)(schema, 'additionalProperties'))
        faults.forbidden(at.in('additionalProperties'), 'the root is a struct');
    const more = (0,validation_values/* child */.jf)(schema, 'additionalProperties');
    if (more !== undefined)
        judgeInvariants(more, 'field', at.in('additionalProperties'), faults);
    if ((0,validation_values/* flag */.Jt)(schema, intOrString) === true)
        for (const name of [preserve, embedded])
            if ((0,validation_values/* flag */.Jt)(schema, name) === true)
                faults.invalid(at.in(name), true, `must be false where ${intOrString} is true`);
    const isEither = (0,validation_values/* flag */.Jt)(schema, intOrString) === true;
    const anyOf = isEither && (0,sameness/* isSame */.F)((0,validation_values/* list */.p_)(schema, 'anyOf'), either);
    const first = (0,validation_values/* structs */.vz)(schema, 'allOf')[0];
    judgeLogic(schema, anyOf, isEither && (0,sameness/* isSame */.F)((0,validation_values/* list */.p_)(first, 'anyOf'), either), at, faults);
    custom_structure_judgeType(schema, level, at, faults);
    judgeMeta(schema, level, at, faults);
}
/** What the logic narrows must be there outside of it. */
function judgeCompleteness(logic, schema, at, faults, top) {
    if (schema === undefined) {
        faults.required(at, 'the logic of this schema narrows it');
        return;
    }
    const nested = [
        ...['allOf', 'anyOf', 'oneOf'].flatMap((name) => (0,validation_values/* structs */.vz)(logic, name)),
        (0,validation_values/* child */.jf)(logic, 'not') ?? [],
    ].flat();
    for (const one of nested)
        judgeCompleteness(one, schema, at, faults, false);
    if (top)
        return;
    const items = (0,validation_values/* child */.jf)(logic, 'items');
    if (items !== undefined)
        judgeCompleteness(items, (0,validation_values/* child */.jf)(schema, 'items'), at.in('items'), faults, false);
    for (const [name, value] of (0,validation_values/* entries */.jO)(logic, 'properties'))
        judgeCompleteness((0,validation_values/* objectOf */.Xy)(value) ?? {}, (0,validation_values/* child */.jf)((0,validation_values/* child */.jf)(schema, 'properties'), name), at.in('properties').key(name), faults, false);
}
/** Defaults are values, too. Their patterns are not looked at. */
function judgeDefaults(schema, at, faults) {
    const fallback = schema['default'];
    if (fallback !== undefined && fallback !== null)
        new SchemaJudge(faults, () => undefined).judge(fallback, schema, at.in('default'));
    for (const [name, value] of (0,validation_values/* entries */.jO)(schema, 'properties'))
        judgeDefaults((0,validation_values/* objectOf */.Xy)(value) ?? {}, at.in('properties').key(name), faults);
    for (const name of ['items', 'additionalProperties']) {
        const inner = (0,validation_values/* child */.jf)(schema, name);
        if (inner !== undefined)
            judgeDefaults(inner, at.in(name), faults);
    }
}
function judgeStructure(schema, at, faults) {
    if (!buildable(schema))
        return;
    const before = faults.count;
    judgeInvariants(schema, 'root', at, faults);
    judgeCompleteness(schema, schema, at, faults, true);
    if (faults.count === before)
        judgeDefaults(schema, at, faults);
}

;// CONCATENATED MODULE: ./lib/manifests/validation/custom-schemas.js



const custom_schemas_types = ['array', 'boolean', 'integer', 'number', 'object', 'string'];
const atRoot = new Set(('description type format title maximum exclusiveMaximum minimum exclusiveMinimum maxLength minLength pattern ' +
    'maxItems minItems uniqueItems multipleOf required items properties externalDocs example ' +
    'x-kubernetes-preserve-unknown-fields x-kubernetes-validations').split(' '));
const unsupported = ['id', 'additionalItems', 'patternProperties', 'definitions', 'dependencies', '$ref'];
const others = 'nullable default enum not allOf anyOf oneOf additionalProperties maxProperties minProperties $schema';
/** Whether a schema can have a field at all; others are told as unknown and dropped. */
function isKnown(name) {
    return others.split(' ').includes(name) || unsupported.includes(name) || name.startsWith('x-kubernetes-');
}
/** Whether a field of a schema says something: zero values are as good as absent. */
function custom_schemas_says(value) {
    if (value === null || value === undefined || value === '' || value === false)
        return false;
    return typeof value !== 'object' || Object.keys(value).length > 0;
}
function judgeForbidden(schema, place, at, faults) {
    const type = (0,validation_values/* text */.Qq)(schema, 'type');
    if (type !== '' && !custom_schemas_types.includes(type))
        faults.notSupported(at.in('type'), type, custom_schemas_types);
    if ((0,validation_values/* has */.zy)(schema, 'default') && place.noDefault)
        faults.forbidden(at.in('default'), 'metadata has no defaults');
    for (const name of unsupported)
        if (name === '$ref' || name === 'additionalItems' ? (0,validation_values/* has */.zy)(schema, name) : custom_schemas_says(schema[name]))
            faults.forbidden(at.in(name), 'is not supported');
    if (type === 'null')
        faults.forbidden(at.in('type'), 'use `nullable`');
    if (Array.isArray(schema['items']) && schema['items'].length > 0)
        faults.forbidden(at.in('items'), 'must be one schema');
    if (place.meta && (0,validation_values/* flag */.Jt)(schema, 'x-kubernetes-embedded-resource') === true)
        faults.forbidden(at.in('x-kubernetes-embedded-resource'), 'metadata has none');
    if ((0,validation_values/* flag */.Jt)(schema, 'uniqueItems') === true)
        faults.forbidden(at.in('uniqueItems'), 'use `x-kubernetes-list-type: set`');
}
function judgeExtensionType(schema, extension, wanted, words, at, faults) {
    const [kind, type] = [(0,validation_values/* optional */.lq)(schema, extension), (0,validation_values/* text */.Qq)(schema, 'type')];
    if (kind === undefined)
        return;
    if (type === '')
        faults.required(at.in('type'), `${extension} wants ${wanted}`);
    else if (type !== wanted)
        faults.invalid(at.in('type'), type, `must be ${wanted} for ${extension}`);
    if (!words.includes(kind))
        faults.notSupported(at.in(extension), kind, words);
}
const listType = 'x-kubernetes-list-type';
const mapType = 'x-kubernetes-map-type';
const mapKeys = 'x-kubernetes-list-map-keys';
function judgeSetItems(items, at, faults) {
    const type = (0,validation_values/* text */.Qq)(items, 'type');
    if (type === 'array' && ((0,validation_values/* optional */.lq)(items, listType) ?? 'atomic') !== 'atomic')
        faults.invalid(at.in('items').in(listType), items[listType], 'must be atomic in a set');
    if (type === 'object' && (0,validation_values/* optional */.lq)(items, mapType) !== 'atomic')
        faults.invalid(at.in('items').in(mapType), items[mapType] ?? '', 'must be atomic in a set');
}
function judgeMapKeys(schema, items, at, faults) {
    const keys = (0,validation_values/* strings */.P$)(schema, mapKeys);
    const required = new Set((0,validation_values/* strings */.P$)(items, 'required'));
    const again = (0,validation_values/* repeats */.D_)();
    for (const key of keys) {
        const property = (0,validation_values/* child */.jf)((0,validation_values/* child */.jf)(items, 'properties'), key);
        const here = at.in('items').in('properties').key(key);
        if ((0,validation_values/* text */.Qq)(items, 'type') === 'object') {
            if (property === undefined)
                faults.invalid(at.in(mapKeys), keys, 'must all be properties of the items');
            else if (['array', 'object'].includes((0,validation_values/* text */.Qq)(property, 'type')))
                faults.invalid(here.in('type'), (0,validation_values/* text */.Qq)(property, 'type'), 'must be a scalar, as it is a key');
            if (again(key))
                faults.invalid(at.in(mapKeys), keys, 'must be unique');
        }
        if (property === undefined)
            continue;
        if (!required.has(key) && !(0,validation_values/* has */.zy)(property, 'default'))
            faults.required(here.in('default'), 'a key is required or has a default');
        if ((0,validation_values/* flag */.Jt)(property, 'nullable') === true)
            faults.forbidden(here.in('nullable'), 'a key is not null');
    }
}
function judgeMapList(schema, items, at, faults) {
    if ((0,validation_values/* list */.p_)(schema, mapKeys).length === 0)
        faults.required(at.in(mapKeys), 'a map has keys');
    if (items === undefined)
        faults.required(at.in('items'), 'a map has items');
    else if ((0,validation_values/* text */.Qq)(items, 'type') !== 'object')
        faults.invalid(at.in('items').in('type'), (0,validation_values/* text */.Qq)(items, 'type'), 'must be object in a map');
}
function judgeLists(schema, at, faults) {
    const [kind, items] = [(0,validation_values/* optional */.lq)(schema, listType), (0,validation_values/* child */.jf)(schema, 'items')];
    if (kind === 'set' && (0,validation_values/* text */.Qq)(schema, 'type') === 'array' && items !== undefined)
        judgeSetItems(items, at, faults);
    if ((0,validation_values/* list */.p_)(schema, mapKeys).length > 0 && kind !== 'map') {
        if (kind === undefined)
            faults.required(at.in(listType), 'there are keys');
        else
            faults.invalid(at.in(listType), kind, 'must be map where there are keys');
    }
    if (kind === 'map')
        judgeMapList(schema, items, at, faults);
    if (items === undefined || (kind !== 'map' && kind !== 'set'))
        return;
    if ((0,validation_values/* flag */.Jt)(items, 'nullable') === true)
        faults.forbidden(at.in('items').in('nullable'), 'items of a set are not null');
    if (kind === 'map')
        judgeMapKeys(schema, items, at, faults);
}
const reasons = ['FieldValueDuplicate', 'FieldValueForbidden', 'FieldValueInvalid', 'FieldValueRequired'];
function judgeValidation(rule, at, faults) {
    const read = (name) => [(0,validation_values/* text */.Qq)(rule, name), (0,validation_values/* text */.Qq)(rule, name).trim()];
    const [[, expression], [message, said], [saying, sayingTrimmed], [path, pathTrimmed]] = [
        read('rule'),
        read('message'),
        read('messageExpression'),
        read('fieldPath'),
    ];
    if (expression === '')
        faults.required(at.in('rule'));
    else if (message !== '' && said === '')
        faults.invalid(at.in('message'), message, 'must not be blank');
    else if (/[\n\r]/.test(said))
        faults.invalid(at.in('message'), message, 'must be one line');
    else if (/[\n\r]/.test(expression) && said === '')
        faults.required(at.in('message'), 'the rule has several lines');
    if (saying !== '' && sayingTrimmed === '')
        faults.required(at.in('messageExpression'));
    const reason = (0,validation_values/* optional */.lq)(rule, 'reason');
    if (reason !== undefined && !reasons.includes(reason))
        faults.notSupported(at.in('reason'), reason, reasons);
    if (path !== '' && pathTrimmed === '')
        faults.invalid(at.in('fieldPath'), path, 'must not be blank');
    if (/[\n\r]/.test(path))
        faults.invalid(at.in('fieldPath'), path, 'must be one line');
    if (path !== '' && !/^(\.[A-Za-z_][A-Za-z0-9_]*|\['[^']*'\])+$/.test(path))
        faults.invalid(at.in('fieldPath'), path, 'must be a path in the schema');
}
function judgeExtensions(schema, at, faults) {
    if ((0,validation_values/* flag */.Jt)(schema, 'x-kubernetes-preserve-unknown-fields') === false)
        faults.invalid(at.in('x-kubernetes-preserve-unknown-fields'), false, 'must be true or absent');
    judgeExtensionType(schema, mapType, 'object', ['atomic', 'granular'], at, faults);
    judgeExtensionType(schema, listType, 'array', ['atomic', 'map', 'set'], at, faults);
    judgeLists(schema, at, faults);
    (0,validation_values/* structs */.vz)(schema, 'x-kubernetes-validations').forEach((rule, index) => {
        judgeValidation(rule, at.in('x-kubernetes-validations').item(index), faults);
    });
}
const metaFields = new Set(['metadata', 'kind', 'apiVersion']);
function judgeProperties(schema, place, at, faults) {
    for (const [name, value] of (0,validation_values/* entries */.jO)(schema, 'properties')) {
        const embedded = place.isRoot || (0,validation_values/* flag */.Jt)(schema, 'x-kubernetes-embedded-resource') === true;
        const meta = embedded && metaFields.has(name);
        const inner = { isRoot: false, meta: place.meta || meta, noDefault: place.noDefault || (meta && place.isRoot) };
        judgeSchema((0,validation_values/* objectOf */.Xy)(value) ?? {}, inner, at.in('properties').key(name), faults);
    }
}
function judgeSchema(schema, place, at, faults) {
    judgeForbidden(schema, place, at, faults);
    const inner = { ...place, isRoot: false };
    const more = schema['additionalProperties'];
    if (more !== undefined && more !== null && more !== true && custom_schemas_says(schema['properties']))
        faults.forbidden(at.in('additionalProperties'), 'goes not with properties');
    const values = (0,validation_values/* objectOf */.Xy)(more ?? null);
    if (values !== undefined)
        judgeSchema(values, { ...inner, noDefault: place.noDefault || place.meta }, at.in('additionalProperties'), faults);
    judgeProperties(schema, place, at, faults);
    const negated = (0,validation_values/* child */.jf)(schema, 'not');
    if (negated !== undefined)
        judgeSchema(negated, inner, at.in('not'), faults);
    for (const name of ['allOf', 'oneOf', 'anyOf'])
        (0,validation_values/* structs */.vz)(schema, name).forEach((one, index) => {
            judgeSchema(one, inner, at.in(name).item(index), faults);
        });
    const items = (0,validation_values/* child */.jf)(schema, 'items');
    if (items !== undefined)
        judgeSchema(items, inner, at.in('items'), faults);
    judgeExtensions(schema, at, faults);
}
/** The schema of a version of a custom resource; `status` where it has that subresource. */
function judgeRootSchema(schema, status, at, faults) {
    if (status) {
        const type = (0,validation_values/* text */.Qq)(schema, 'type');
        const strange = Object.keys(schema).find((name) => custom_schemas_says(schema[name]) && isKnown(name) && !atRoot.has(name));
        if (type !== '' && type !== 'object')
            faults.invalid(at.in('type'), type, 'must be object');
        else if (strange !== undefined)
            faults.invalid(at, strange, 'is not allowed at the root beside the status');
    }
    if ((0,validation_values/* flag */.Jt)(schema, 'nullable') === true)
        faults.forbidden(at.in('nullable'), 'the root is not null');
    const own = new validation_faults/* Faults */.C();
    judgeSchema(schema, { isRoot: true, meta: false, noDefault: false }, at, own);
    judgeStructure(schema, at, faults);
    faults.problems.push(...own.problems);
}

;// CONCATENATED MODULE: ./lib/manifests/validation/webhooks.js





const operations = ['*', 'CONNECT', 'CREATE', 'DELETE', 'UPDATE'];
function judgeWildcard(words, at, faults) {
    if (words.length > 1 && words.includes('*'))
        faults.invalid(at, words, 'nothing may stand beside `*`');
}
function webhooks_judgeResources(resources, at, faults) {
    if (resources.length === 0)
        faults.required(at);
    const [whole, parts] = [new Set(), new Set()];
    let plain = false;
    resources.forEach((resource, index) => {
        const slash = resource.indexOf('/');
        if (resource === '')
            faults.required(at.item(index));
        else if (slash < 0)
            plain = resource !== '*';
        else {
            const [name, part] = [resource.slice(0, slash), resource.slice(slash + 1)];
            if (whole.has(name))
                faults.invalid(at.item(index), resource, `\`${name}/*\` covers it`);
            if (parts.has(part))
                faults.invalid(at.item(index), resource, `\`*/${part}\` covers it`);
            if (part === '*')
                whole.add(name);
            if (name === '*')
                parts.add(part);
        }
    });
    if (resources.length > 1 && resources.includes('*/*'))
        faults.invalid(at, resources, 'nothing may stand beside `*/*`');
    if (resources.includes('*') && plain)
        faults.invalid(at, resources, 'no resource may stand beside `*`');
}
function webhooks_judgeRule(rule, at, faults) {
    const list = (0,validation_values/* strings */.P$)(rule, 'operations');
    if (list.length === 0)
        faults.required(at.in('operations'));
    judgeWildcard(list, at.in('operations'), faults);
    list.forEach((operation, index) => {
        if (!operations.includes(operation))
            faults.notSupported(at.in('operations').item(index), operation, operations);
    });
    for (const name of ['apiGroups', 'apiVersions']) {
        const words = (0,validation_values/* strings */.P$)(rule, name);
        if (words.length === 0)
            faults.required(at.in(name));
        judgeWildcard(words, at.in(name), faults);
        words.forEach((word, index) => {
            if (name === 'apiVersions' && word === '')
                faults.required(at.in(name).item(index));
        });
    }
    webhooks_judgeResources((0,validation_values/* strings */.P$)(rule, 'resources'), at.in('resources'), faults);
    const scope = (0,validation_values/* optional */.lq)(rule, 'scope');
    const scopes = ['*', 'Cluster', 'Namespaced'];
    if (scope !== undefined && !scopes.includes(scope))
        faults.notSupported(at.in('scope'), scope, scopes);
}
function judgeWebhookUrl(url, at, faults) {
    const found = /^([a-zA-Z][a-zA-Z0-9+.-]*):(?:\/\/(?:([^@/?#]*)@)?([^/?#]*))?[^?#]*(\?[^#]*)?(#.*)?$/.exec(url);
    const [, scheme = '', user, host = '', query = '', fragment = ''] = found ?? [];
    if (scheme.toLowerCase() !== 'https')
        faults.invalid(at, scheme, 'must be https');
    if (host === '')
        faults.invalid(at, host, 'must have a host');
    if (user !== undefined)
        faults.invalid(at, user, 'must have no user');
    if (fragment.length > 1)
        faults.invalid(at, fragment, 'must have no fragment');
    if (query.length > 1)
        faults.invalid(at, query, 'must have no query');
}
function judgeWebhookService(service, at, faults) {
    for (const name of ['name', 'namespace'])
        if ((0,validation_values/* text */.Qq)(service, name) === '')
            faults.required(at.called(name === 'name' ? 'namespace' : 'name', name));
    const port = (0,validation_values/* number */.ai)(service, 'port') ?? 443;
    if (portNumber(port).length > 0)
        faults.invalid(at.in('port'), port, 'must be between 1 and 65535');
    const path = (0,validation_values/* optional */.lq)(service, 'path');
    if (path === undefined || path === '/' || path === '')
        return;
    if (path === '//') {
        faults.invalid(at.in('path'), path, 'a segment may not be empty');
        return;
    }
    if (!path.startsWith('/'))
        faults.invalid(at.in('path'), path, 'must start with `/`');
    for (const step of path.slice(1).replace(/\/$/, '').split('/')) {
        if (step === '')
            faults.invalid(at.in('path'), path, 'a segment may not be empty');
        else
            faults.all(at.in('path'), path, dnsSubdomain(step));
    }
}
function webhooks_judgeName(name, at, faults) {
    if (name === '')
        faults.required(at);
    else if (dnsSubdomain(name).length > 0)
        faults.invalid(at, name, dnsSubdomain(name).join(', '));
    else if (name.split('.').length < 3)
        faults.invalid(at, name, 'must be a domain of at least three parts');
}
function judgeVersions(hook, at, faults) {
    const versions = (0,validation_values/* strings */.P$)(hook, 'admissionReviewVersions');
    if (versions.length === 0) {
        faults.required(at, 'one of v1 and v1beta1');
        return;
    }
    const again = (0,validation_values/* repeats */.D_)();
    versions.forEach((version, index) => {
        if (again(version))
            faults.invalid(at.item(index), version, 'is there twice');
        else
            faults.all(at.item(index), version, dns1035Label(version));
    });
    if (!versions.includes('v1') && !versions.includes('v1beta1'))
        faults.invalid(at, versions, 'must include one of v1 and v1beta1');
}
function judgeConditions(hook, at, faults) {
    const conditions = (0,validation_values/* structs */.vz)(hook, 'matchConditions');
    if (conditions.length > 64)
        faults.tooMany(at, conditions.length, 64);
    const seen = new Set();
    conditions.forEach((condition, index) => {
        const [name, here] = [(0,validation_values/* text */.Qq)(condition, 'name'), at.item(index)];
        if ((0,validation_values/* text */.Qq)(condition, 'expression').trim() === '')
            faults.required(here.in('expression'));
        if (name === '')
            faults.required(here.in('name'));
        else {
            faults.all(here.in('name'), name, qualifiedName(name));
            if (seen.has(name))
                faults.duplicate(here.in('name'), name);
            seen.add(name);
        }
    });
}
const choices = [
    ['failurePolicy', ['Fail', 'Ignore']],
    ['matchPolicy', ['Equivalent', 'Exact']],
    ['sideEffects', ['None', 'NoneOnDryRun']],
    ['reinvocationPolicy', ['IfNeeded', 'Never']],
];
function judgeHook(hook, at, faults) {
    webhooks_judgeName((0,validation_values/* text */.Qq)(hook, 'name'), at.in('name'), faults);
    (0,validation_values/* structs */.vz)(hook, 'rules').forEach((rule, index) => {
        webhooks_judgeRule(rule, at.in('rules').item(index), faults);
    });
    if (!(0,validation_values/* has */.zy)(hook, 'sideEffects'))
        faults.required(at.in('sideEffects'), 'must specify one of None, NoneOnDryRun');
    for (const [name, supported] of choices) {
        const value = (0,validation_values/* optional */.lq)(hook, name);
        if (value !== undefined && !supported.includes(value))
            faults.notSupported(at.in(name), value, supported);
    }
    const seconds = (0,validation_values/* number */.ai)(hook, 'timeoutSeconds');
    if (seconds !== undefined && (seconds > 30 || seconds < 1))
        faults.invalid(at.in('timeoutSeconds'), seconds, 'must be between 1 and 30');
    for (const name of ['namespaceSelector', 'objectSelector'])
        judgeSelector((0,validation_values/* child */.jf)(hook, name), at.in(name), faults);
    const client = (0,validation_values/* struct */.w3)(hook, 'clientConfig');
    const [url, service, here] = [(0,validation_values/* optional */.lq)(client, 'url'), (0,validation_values/* child */.jf)(client, 'service'), at.in('clientConfig')];
    if ((url === undefined) === (service === undefined))
        faults.required(here, 'exactly one of url or service is required');
    else if (url !== undefined)
        judgeWebhookUrl(url, here.in('url'), faults);
    else if (service !== undefined)
        judgeWebhookService(service, here.in('service'), faults);
    judgeConditions(hook, at.in('matchConditions'), faults);
    judgeVersions(hook, at.in('admissionReviewVersions'), faults);
}
function judgeWebhooks(object, faults) {
    judgeMetadata(object, dnsSubdomain, faults, false);
    const seen = new Set();
    (0,validation_values/* structs */.vz)(object, 'webhooks').forEach((hook, index) => {
        const here = root.in('webhooks').item(index);
        judgeHook(hook, here, faults);
        const name = (0,validation_values/* text */.Qq)(hook, 'name');
        if (name === '')
            return;
        if (seen.has(name))
            faults.duplicate(here.in('name'), name);
        seen.add(name);
    });
}

;// CONCATENATED MODULE: ./lib/manifests/validation/custom-definitions.js







/** Several reasons are one fault here. */
function judgeLabel(name, at, faults) {
    const reasons = dns1035Label(name);
    if (reasons.length > 0)
        faults.invalid(at, name, reasons.join(', '));
}
function custom_definitions_judgeNames(names, at, faults) {
    const kind = (0,validation_values/* text */.Qq)(names, 'kind');
    const singular = (0,validation_values/* text */.Qq)(names, 'singular') || kind.toLowerCase();
    const listKind = (0,validation_values/* text */.Qq)(names, 'listKind') || (kind === '' ? '' : `${kind}List`);
    for (const [name, value] of Object.entries({ plural: (0,validation_values/* text */.Qq)(names, 'plural'), singular, kind, listKind })) {
        if (value === '')
            faults.required(at.in(name));
        else
            judgeLabel(name.toLowerCase().endsWith('kind') ? value.toLowerCase() : value, at.in(name), faults);
    }
    for (const name of ['shortNames', 'categories'])
        (0,validation_values/* strings */.P$)(names, name).forEach((word, index) => {
            judgeLabel(word, at.in(name).item(index), faults);
        });
    if (kind !== '' && kind === listKind)
        faults.invalid(at.in('listKind'), listKind, 'must not be the kind');
}
function judgeColumn(column, at, faults) {
    const types = ['boolean', 'date', 'integer', 'number', 'string'];
    const formats = ['byte', 'date', 'date-time', 'double', 'float', 'int32', 'int64', 'password'];
    const [type, format, path] = [(0,validation_values/* text */.Qq)(column, 'type'), (0,validation_values/* text */.Qq)(column, 'format'), (0,validation_values/* text */.Qq)(column, 'jsonPath')];
    if ((0,validation_values/* text */.Qq)(column, 'name') === '')
        faults.required(at.in('name'));
    if (type === '')
        faults.required(at.in('type'));
    else if (!types.includes(type))
        faults.invalid(at.in('type'), type, `must be one of ${types.join(', ')}`);
    if (format !== '' && !formats.includes(format))
        faults.invalid(at.in('format'), format, 'is no known format');
    const place = at.called('JSONPath', 'jsonPath');
    if (path === '')
        faults.required(place);
    else if (!path.startsWith('.'))
        faults.invalid(place, path, 'must start with `.`');
}
function judgeScalePath(scale, name, roots, at, faults) {
    const path = (0,validation_values/* text */.Qq)(scale, name);
    if (path === '')
        faults.required(at.in(name));
    else if (!roots.some((start) => path.startsWith(start)))
        faults.invalid(at.in(name), path, `must start with ${roots.join(' or ')}`);
}
function judgeSubresources(subresources, at, faults) {
    const scale = (0,validation_values/* child */.jf)(subresources, 'scale');
    if (scale === undefined)
        return;
    const here = at.in('scale');
    judgeScalePath(scale, 'specReplicasPath', ['.spec.'], here, faults);
    judgeScalePath(scale, 'statusReplicasPath', ['.status.'], here, faults);
    if ((0,validation_values/* text */.Qq)(scale, 'labelSelectorPath') !== '')
        judgeScalePath(scale, 'labelSelectorPath', ['.spec.', '.status.'], here, faults);
}
function judgeWarning(version, at, faults) {
    const warning = (0,validation_values/* optional */.lq)(version, 'deprecationWarning');
    if (warning === undefined)
        return;
    if ((0,validation_values/* flag */.Jt)(version, 'deprecated') !== true) {
        faults.invalid(at, warning, 'goes only with `deprecated: true`');
        return;
    }
    if (Buffer.byteLength(warning) > 256)
        faults.invalid(at, warning, 'must be no more than 256 characters');
    if (warning === '')
        faults.invalid(at, warning, 'must not be empty');
    if (/[\p{Cc}\p{Zl}\p{Zp}\u00a0]/u.test(warning))
        faults.invalid(at, warning, 'must be printable');
}
/**
 * The parts that the server moves from the versions to `spec` where all versions have them alike, and which it then
 * calls by their place there.
 */
class Placed {
    #versions;
    constructor(versions) {
        this.#versions = versions;
    }
    /** The value of a part with its place, once or for each version. */
    of(name, above) {
        const [first] = this.#versions;
        const alike = this.#versions.every((version) => (0,sameness/* isSame */.F)(version[name] ?? null, first?.[name] ?? null));
        const spec = root.in('spec');
        return (alike ? this.#versions.slice(0, 1) : this.#versions).map((version, index) => ({
            version,
            at: alike ? spec.called(above, 'versions', 0, name) : spec.in('versions').item(index).in(name),
        }));
    }
}
function hasStatus(version) {
    return (0,validation_values/* child */.jf)((0,validation_values/* child */.jf)(version, 'subresources'), 'status') !== undefined;
}
function judgeParts(versions, faults) {
    const placed = new Placed(versions);
    const schemas = placed.of('schema', 'validation');
    const shared = schemas.length === 1;
    for (const { version, at } of schemas) {
        const schema = (0,validation_values/* child */.jf)((0,validation_values/* child */.jf)(version, 'schema'), 'openAPIV3Schema');
        const status = shared ? versions.some(hasStatus) : hasStatus(version);
        if (schema !== undefined)
            judgeRootSchema(schema, status, at.in('openAPIV3Schema'), faults);
    }
    for (const { version, at } of placed.of('subresources', 'subresources'))
        judgeSubresources((0,validation_values/* child */.jf)(version, 'subresources'), at, faults);
    for (const { version, at } of placed.of('additionalPrinterColumns', 'additionalPrinterColumns'))
        (0,validation_values/* structs */.vz)(version, 'additionalPrinterColumns').forEach((column, index) => {
            judgeColumn(column, at.item(index), faults);
        });
    for (const { version, at } of placed.of('selectableFields', 'selectableFields'))
        judgeSelectable(version, at, faults);
}
/** The schema at a path such as `.spec.size`; undefined where there is none. */
function schemaAt(schema, path) {
    if (!/^(\.[A-Za-z_][A-Za-z0-9_]*)+$/.test(path))
        return undefined;
    let found = schema;
    for (const step of path.slice(1).split('.'))
        found = (0,validation_values/* child */.jf)((0,validation_values/* child */.jf)(found, 'properties'), step) ?? (0,validation_values/* child */.jf)(found, 'additionalProperties');
    return found;
}
function judgeSelectable(version, at, faults) {
    const schema = (0,validation_values/* child */.jf)((0,validation_values/* child */.jf)(version, 'schema'), 'openAPIV3Schema');
    const fields = (0,validation_values/* structs */.vz)(version, 'selectableFields');
    if (fields.length > 0 && schema === undefined)
        faults.invalid(at, '', 'goes only with a schema');
    const seen = new Set();
    fields.forEach((field, index) => {
        const [path, here] = [(0,validation_values/* text */.Qq)(field, 'jsonPath'), at.item(index).in('jsonPath')];
        const found = path === '.metadata' || path.startsWith('.metadata.') ? {} : schemaAt(schema, path);
        if (path === '')
            faults.required(here);
        else if (found === undefined)
            faults.invalid(here, path, 'leads to nothing in the schema');
        else if (!['string', 'boolean', 'integer'].includes((0,validation_values/* text */.Qq)(found, 'type')))
            faults.invalid(here, path, 'must lead to a string, boolean or integer');
        if (path !== '' && seen.has(path))
            faults.duplicate(here, path);
        seen.add(path);
    });
    if (seen.size > 8)
        faults.tooMany(at, seen.size, 8);
}
function custom_definitions_judgeVersions(versions, faults) {
    const at = root.in('spec').in('versions');
    versions.forEach((version, index) => {
        const here = at.item(index);
        if ((0,validation_values/* child */.jf)((0,validation_values/* child */.jf)(version, 'schema'), 'openAPIV3Schema') === undefined)
            faults.required(here.in('schema').in('openAPIV3Schema'));
        judgeLabel((0,validation_values/* text */.Qq)(version, 'name'), here.in('name'), faults);
        judgeWarning(version, here.in('deprecationWarning'), faults);
    });
    judgeParts(versions, faults);
    const names = versions.map((version) => (0,validation_values/* text */.Qq)(version, 'name'));
    if (new Set(names).size < names.length)
        faults.invalid(at, names, 'must have unique names');
    const stored = versions.filter((version) => (0,validation_values/* flag */.Jt)(version, 'storage') === true).length;
    if (stored !== 1)
        faults.invalid(at, stored, 'must have exactly one version with `storage: true`');
    const storedAt = root.called('status', 'spec').called('storedVersions', 'versions');
    if (stored === 0)
        faults.invalid(storedAt, [], 'must have a stored version');
    for (let count = 1; count < stored; count++)
        faults.invalid(storedAt, names, 'must have all stored versions');
    const [first = ''] = names;
    if (versions.length > 0 && dns1035Label(first).length > 0 && first !== '')
        judgeLabel(first, root.in('spec').called('version', 'versions', 0, 'name'), faults);
}
function judgeClient(client, at, faults) {
    const [url, service] = [(0,validation_values/* optional */.lq)(client, 'url'), (0,validation_values/* child */.jf)(client, 'service')];
    if ((url === undefined) === (service === undefined))
        faults.required(at, 'exactly one of url and service');
    else if (url !== undefined)
        judgeWebhookUrl(url, at.in('url'), faults);
    else if (service !== undefined)
        judgeWebhookService(service, at.in('service'), faults);
}
function judgeReviewVersions(versions, at, faults) {
    if (versions.length === 0)
        faults.required(at);
    const again = (0,validation_values/* repeats */.D_)();
    versions.forEach((version, index) => {
        if (again(version))
            faults.invalid(at.item(index), version, 'is there twice');
        else
            faults.all(at.item(index), version, dns1035Label(version));
    });
    if (versions.length > 0 && !versions.includes('v1') && !versions.includes('v1beta1'))
        faults.invalid(at, versions, 'must include one of v1 and v1beta1');
}
function judgeConversion(spec, faults) {
    const conversion = (0,validation_values/* child */.jf)(spec, 'conversion');
    if (conversion === undefined)
        return;
    const at = root.in('spec').in('conversion');
    const [strategy, webhook] = [(0,validation_values/* text */.Qq)(conversion, 'strategy'), (0,validation_values/* child */.jf)(conversion, 'webhook')];
    const client = (0,validation_values/* child */.jf)(webhook, 'clientConfig');
    const clientAt = at.called('webhookClientConfig', 'webhook', 'clientConfig');
    const versionsAt = at.called('conversionReviewVersions', 'webhook', 'conversionReviewVersions');
    faults.oneOf(at.in('strategy'), strategy, ['None', 'Webhook']);
    if (strategy !== 'None' && (0,validation_values/* flag */.Jt)(spec, 'preserveUnknownFields') === true)
        faults.invalid(at.in('strategy'), strategy, 'must be None where unknown fields are preserved');
    if (strategy === 'Webhook') {
        if (client === undefined)
            faults.required(clientAt, 'the strategy is Webhook');
        else
            judgeClient(client, clientAt, faults);
        judgeReviewVersions((0,validation_values/* strings */.P$)(webhook, 'conversionReviewVersions'), versionsAt, faults);
        return;
    }
    if (client !== undefined)
        faults.forbidden(clientAt, 'goes only with the strategy Webhook');
    if ((0,validation_values/* list */.p_)(webhook, 'conversionReviewVersions').length > 0)
        faults.forbidden(versionsAt, 'goes only with the strategy Webhook');
}
const approval = 'api-approved.kubernetes.io';
/** Groups of the Kubernetes project need its approval. */
function judgeApproval(object, group, faults) {
    if (!/(^|\.)(k8s|kubernetes)\.io$/.test(group))
        return;
    const annotations = (0,validation_values/* struct */.w3)((0,validation_values/* struct */.w3)(object, 'metadata'), 'annotations');
    const at = root.in('metadata').in('annotations').key(approval);
    const value = (0,validation_values/* text */.Qq)(annotations, approval);
    if (value === '')
        faults.required(at, 'the group belongs to the Kubernetes project');
    else if (!value.startsWith('unapproved') && !/^[a-z]+:\/\/[^/]+/i.test(value))
        faults.invalid(at, value, 'must be a URL, or start with `unapproved`');
}
/** `CustomResourceDefinition`, after apiextensions-apiserver/pkg/apis/apiextensions/validation. */
function judgeCustomDefinition(object, faults) {
    const [spec, at] = [(0,validation_values/* struct */.w3)(object, 'spec'), root.in('spec')];
    const [group, names] = [(0,validation_values/* text */.Qq)(spec, 'group'), (0,validation_values/* struct */.w3)(spec, 'names')];
    const wanted = `${(0,validation_values/* text */.Qq)(names, 'plural')}.${group}`;
    judgeMetadata(object, (name) => [...dnsSubdomain(name), ...(name === wanted ? [] : [`must be \`${wanted}\``])], faults, false);
    if (group === '')
        faults.required(at.in('group'));
    else if (dnsSubdomain(group).length > 0)
        faults.invalid(at.in('group'), group, dnsSubdomain(group).join(', '));
    else if (!group.includes('.'))
        faults.invalid(at.in('group'), group, 'must have a dot');
    faults.oneOf(at.in('scope'), (0,validation_values/* text */.Qq)(spec, 'scope'), ['Cluster', 'Namespaced']);
    custom_definitions_judgeVersions((0,validation_values/* structs */.vz)(spec, 'versions'), faults);
    custom_definitions_judgeNames(names, at.in('names'), faults);
    judgeConversion(spec, faults);
    judgeApproval(object, group, faults);
    if ((0,validation_values/* has */.zy)(spec, 'preserveUnknownFields') && (0,validation_values/* flag */.Jt)(spec, 'preserveUnknownFields') === true)
        faults.invalid(at.in('preserveUnknownFields'), true, 'may not be true');
}

;// CONCATENATED MODULE: ./lib/manifests/validation/service-addresses.js



const service_addresses_spec = root.in('spec');
/** The list of addresses, which the single one fills where it is absent. */
function clusterIPs(holder) {
    const [one, several] = [(0,validation_values/* text */.Qq)(holder, 'clusterIP'), (0,validation_values/* strings */.P$)(holder, 'clusterIPs')];
    return one !== '' && several.length === 0 && !(0,validation_values/* has */.zy)(holder, 'clusterIPs') ? [one] : several;
}
function judgeFamilies(holder, faults) {
    const seen = new Set();
    (0,validation_values/* strings */.P$)(holder, 'ipFamilies').forEach((family, index) => {
        const here = service_addresses_spec.in('ipFamilies').item(index);
        if (family !== 'IPv4' && family !== 'IPv6')
            faults.notSupported(here, family, ['IPv4', 'IPv6']);
        if (seen.has(family))
            faults.duplicate(here, family);
        seen.add(family);
    });
    const policy = (0,validation_values/* optional */.lq)(holder, 'ipFamilyPolicy');
    const policies = ['PreferDualStack', 'RequireDualStack', 'SingleStack'];
    if (policy !== undefined && !policies.includes(policy))
        faults.notSupported(service_addresses_spec.in('ipFamilyPolicy'), policy, policies);
}
function judgeClusterIPs(holder, faults) {
    const [one, several, at] = [
        (0,validation_values/* text */.Qq)(holder, 'clusterIP'),
        clusterIPs(holder),
        service_addresses_spec.called('clusterIPs', (0,validation_values/* has */.zy)(holder, 'clusterIPs') ? 'clusterIPs' : 'clusterIP'),
    ];
    const item = (index) => (0,validation_values/* has */.zy)(holder, 'clusterIPs') ? service_addresses_spec.in('clusterIPs').item(index) : service_addresses_spec.called(`clusterIPs[${index}]`, 'clusterIP');
    if (one !== '' && several.length === 0)
        faults.required(at);
    else if (one !== '' && several[0] !== one)
        faults.invalid(at, several, 'first value must match `clusterIP`');
    else if (one === '' && several.length > 0)
        faults.invalid(at, several, 'must be empty when `clusterIP` is not specified');
    judgeFamilies(holder, faults);
    let good = true;
    several.forEach((address, index) => {
        if (index === 0 && address === 'None') {
            if (several.length === 1)
                return;
            faults.invalid(at, several, 'None must be the first and only value');
            good = false;
        }
        else if (parseAddress(address) === undefined) {
            faults.all(item(index), address, addressForm(address));
            good = false;
        }
    });
    if (several.length > 2)
        faults.invalid(at, several, 'may only hold up to 2 values');
    if (!good)
        return;
    const bits = several.map((address) => parseAddress(address)?.bits);
    if (several.length > 1 && (bits.length !== 2 || bits[0] === bits[1]))
        faults.invalid(at, several, 'may specify no more than one IP for each IP family');
    if (isHeadless(several))
        return;
    (0,validation_values/* strings */.P$)(holder, 'ipFamilies').forEach((family, index) => {
        if (bits[index] === undefined)
            return;
        if ((family === 'IPv4' && bits[index] === 128) || (family === 'IPv6' && bits[index] === 32))
            faults.invalid(item(index), several[index], `expected an ${family} value`);
    });
}
function isHeadless(several) {
    return several.length === 1 && several[0] === 'None';
}
function inRange(address, base, length) {
    const other = parseAddress(base);
    if (other === undefined || other.bits !== address.bits)
        return false;
    const shift = BigInt(address.bits - length);
    return address.value >> shift === other.value >> shift;
}
/** Addresses that nothing can be reached at. */
function judgeEndpointAddress(text_, at, faults) {
    const address = parseAddress(text_);
    if (address === undefined)
        faults.all(at, text_, addressForm(text_));
    else if (address.value === 0n)
        faults.invalid(at, text_, 'may not be unspecified');
    else if (inRange(address, '127.0.0.0', 8) || (address.bits === 128 && address.value === 1n))
        faults.invalid(at, text_, 'may not be a loopback address');
    else if (inRange(address, '169.254.0.0', 16) || inRange(address, 'fe80::', 10))
        faults.invalid(at, text_, 'may not be a link-local address');
    else if (inRange(address, '224.0.0.0', 24) || inRange(address, 'ff02::', 16))
        faults.invalid(at, text_, 'may not be a link-local multicast address');
}
/** The allocators of addresses and node ports come before all validation: what they refuse is all that is told. */
function isUnallocated(holder, type, faults) {
    if (type === 'ExternalName')
        return false;
    judgeClusterIPs(holder, faults);
    if (faults.count === 0)
        judgeSingleStack(holder, faults);
    if (faults.count === 0)
        judgeNodePorts(holder, type, faults);
    return faults.count > 0;
}
function judgeSingleStack(holder, faults) {
    const headless = (0,validation_values/* text */.Qq)(holder, 'clusterIP') === 'None' && (0,validation_values/* texts */.Te)(holder, 'selector').length === 0;
    const policy = (0,validation_values/* optional */.lq)(holder, 'ipFamilyPolicy') ?? (headless ? 'RequireDualStack' : 'SingleStack');
    if (policy !== 'SingleStack')
        return;
    const at = service_addresses_spec.in('ipFamilyPolicy');
    for (const several of [clusterIPs(holder), (0,validation_values/* strings */.P$)(holder, 'ipFamilies')])
        if (several.length === 2)
            faults.invalid(at, policy, 'must be PreferDualStack or RequireDualStack for two');
}
/** Node ports as the allocator gives them: ports of the same number share one. A free one is told by its port. */
function nodePortsOf(holder, type, refuse) {
    const ports = (0,validation_values/* structs */.vz)(holder, 'ports');
    const asked = ports.map((port) => (0,validation_values/* number */.ai)(port, 'nodePort') ?? 0);
    if (type !== 'NodePort' && type !== 'LoadBalancer')
        return asked.map((node) => (node === 0 ? '' : String(node)));
    const byPort = new Map();
    const pairs = ports.map((port, index) => [(0,validation_values/* number */.ai)(port, 'port'), asked[index] ?? 0]);
    const firstAsked = new Map(pairs.filter(([, node]) => node !== 0).toReversed());
    const taken = new Set();
    const take = (node, index) => {
        const bad = node < 30000 || node > 32767 || taken.has(node);
        if (bad)
            refuse?.(node, service_addresses_spec.in('ports').item(index).in('nodePort'));
        taken.add(node);
    };
    const gives = type === 'NodePort' || (0,validation_values/* flag */.Jt)(holder, 'allocateLoadBalancerNodePorts') !== false;
    return ports.map((port, index) => {
        const [own, value] = [asked[index] ?? 0, (0,validation_values/* number */.ai)(port, 'port') ?? 0];
        if (own === 0 && !gives)
            return '';
        const known = byPort.get(value);
        const wanted = firstAsked.get(value);
        if (known === undefined) {
            if (wanted !== undefined)
                take(wanted, index);
            byPort.set(value, wanted ?? `free for ${value}`);
            return String(wanted ?? `free for ${value}`);
        }
        if (own !== 0 && own !== known)
            take(own, index);
        return String(own === 0 ? known : own);
    });
}
function judgeNodePorts(holder, type, faults) {
    nodePortsOf(holder, type, (node, at) => {
        if (faults.count === 0)
            faults.invalid(at, node, 'is taken, or not in the range of node ports, 30000-32767');
    });
    const health = (0,validation_values/* number */.ai)(holder, 'healthCheckNodePort') ?? 0;
    const checked = type === 'LoadBalancer' && (0,validation_values/* text */.Qq)(holder, 'externalTrafficPolicy') === 'Local';
    if (checked && health !== 0 && (health < 30000 || health > 32767) && faults.count === 0)
        faults.invalid(service_addresses_spec.in('healthCheckNodePort'), health, 'is not in the range of node ports, 30000-32767');
}

;// CONCATENATED MODULE: ./lib/manifests/validation/endpoints.js







function judgeAddress(address, at, faults) {
    const [ip, host, node] = [(0,validation_values/* text */.Qq)(address, 'ip'), (0,validation_values/* text */.Qq)(address, 'hostname'), (0,validation_values/* optional */.lq)(address, 'nodeName')];
    if (parseAddress(ip) === undefined)
        faults.all(at.in('ip'), ip, addressForm(ip));
    if (host !== '')
        faults.all(at.in('hostname'), host, dnsLabel(host));
    if (node !== undefined)
        faults.all(at.in('nodeName'), node, dnsSubdomain(node));
    judgeEndpointAddress(ip, at.in('ip'), faults);
}
function judgeEndpoints(object, faults) {
    judgeMetadata(object, dnsSubdomain, faults);
    (0,validation_values/* structs */.vz)(object, 'subsets').forEach((subset, index) => {
        const here = root.in('subsets').item(index);
        const [ready, waiting, ports] = [
            (0,validation_values/* structs */.vz)(subset, 'addresses'),
            (0,validation_values/* structs */.vz)(subset, 'notReadyAddresses'),
            (0,validation_values/* structs */.vz)(subset, 'ports'),
        ];
        if (ready.length === 0 && waiting.length === 0)
            faults.required(here, '`addresses` or `notReadyAddresses`');
        for (const name of ['addresses', 'notReadyAddresses']) {
            (0,validation_values/* structs */.vz)(subset, name).forEach((address, position) => {
                judgeAddress(address, here.in(name).item(position), faults);
            });
        }
        ports.forEach((port, position) => {
            endpoints_judgePort(port, here.in('ports').item(position), ports.length > 1, faults);
        });
    });
}
function endpoints_judgePort(port, at, named, faults) {
    const [name, value, protocol] = [(0,validation_values/* text */.Qq)(port, 'name'), (0,validation_values/* number */.ai)(port, 'port') ?? 0, (0,validation_values/* text */.Qq)(port, 'protocol') || 'TCP'];
    if (named && name === '')
        faults.required(at.in('name'));
    else if (name !== '')
        faults.all(at.in('name'), name, dnsLabel(name));
    faults.all(at.in('port'), value, portNumber(value));
    if (!protocols.includes(protocol))
        faults.notSupported(at.in('protocol'), protocol, protocols);
    const application = (0,validation_values/* optional */.lq)(port, 'appProtocol');
    if (application !== undefined)
        faults.all(at.in('appProtocol'), application, qualifiedName(application));
}
function judgeSliceAddress(address, type, at, list, faults) {
    if (type === 'FQDN') {
        const name = address.replace(/\.$/, '');
        if (address === '')
            faults.required(at);
        else if (dnsSubdomain(name).length > 0)
            faults.invalid(at, address, dnsSubdomain(name).join(', '));
        else if (!name.includes('.'))
            faults.invalid(at, address, 'must have two parts at least');
        return;
    }
    const parsed = parseAddress(address);
    if (parsed === undefined) {
        faults.all(at, address, addressForm(address));
        return;
    }
    if (parsed.bits !== (type === 'IPv4' ? 32 : 128))
        faults.invalid(list, address, `must be an ${type} address`);
    judgeEndpointAddress(address, at, faults);
}
function judgeHints(endpoint, at, faults) {
    for (const [list, form] of [
        ['forZones', labelValue],
        ['forNodes', dnsSubdomain],
    ]) {
        const names = (0,validation_values/* structs */.vz)((0,validation_values/* child */.jf)(endpoint, 'hints'), list).map((hint) => (0,validation_values/* text */.Qq)(hint, 'name'));
        if (names.length > 8)
            faults.tooMany(at.in(list), names.length, 8);
        const again = (0,validation_values/* repeats */.D_)();
        names.forEach((name, index) => {
            if (again(name))
                faults.duplicate(at.in(list).item(index).in('name'), name);
            faults.all(at.in(list).item(index).in('name'), name, form(name));
        });
    }
}
function judgeEndpoint(endpoint, type, at, faults) {
    const addresses = (0,validation_values/* strings */.P$)(endpoint, 'addresses');
    if (addresses.length === 0)
        faults.required(at.in('addresses'), 'must contain at least 1 address');
    else if (addresses.length > 100)
        faults.tooMany(at.in('addresses'), addresses.length, 100);
    addresses.forEach((address, index) => {
        if (['IPv4', 'IPv6', 'FQDN'].includes(type))
            judgeSliceAddress(address, type, at.in('addresses').item(index), at.in('addresses'), faults);
    });
    const [node, host] = [(0,validation_values/* optional */.lq)(endpoint, 'nodeName'), (0,validation_values/* optional */.lq)(endpoint, 'hostname')];
    if (node !== undefined)
        faults.all(at.in('nodeName'), node, dnsSubdomain(node));
    if (host !== undefined)
        faults.all(at.in('hostname'), host, dnsLabel(host));
    judgeHints(endpoint, at.in('hints'), faults);
}
function judgeEndpointSlice(object, faults) {
    judgeMetadata(object, dnsSubdomain, faults);
    const type = (0,validation_values/* text */.Qq)(object, 'addressType');
    faults.oneOf(root.in('addressType'), type, ['FQDN', 'IPv4', 'IPv6']);
    const ports = (0,validation_values/* structs */.vz)(object, 'ports');
    if (ports.length > 100)
        faults.tooMany(root.in('ports'), ports.length, 100);
    const names = ports.map((port) => (0,validation_values/* text */.Qq)(port, 'name'));
    const again = (0,validation_values/* repeats */.D_)();
    ports.forEach((port, index) => {
        const here = root.in('ports').item(index);
        const [name, protocol] = [names[index] ?? '', (0,validation_values/* optional */.lq)(port, 'protocol') ?? 'TCP'];
        if (name !== '')
            faults.all(here.in('name'), name, dnsLabel(name));
        if (again(name))
            faults.duplicate(here.in('name'), name);
        if (!protocols.includes(protocol))
            faults.notSupported(here.in('protocol'), protocol, protocols);
        const application = (0,validation_values/* optional */.lq)(port, 'appProtocol');
        if (application !== undefined)
            faults.all(here.in('appProtocol'), application, qualifiedName(application));
    });
    const endpoints = (0,validation_values/* structs */.vz)(object, 'endpoints');
    if (endpoints.length > 1000)
        faults.tooMany(root.in('endpoints'), endpoints.length, 1000);
    endpoints.forEach((endpoint, index) => {
        judgeEndpoint(endpoint, type, root.in('endpoints').item(index), faults);
    });
}

;// CONCATENATED MODULE: ./lib/manifests/validation/flow-control.js




const verbs = ['create', 'delete', 'deletecollection', 'get', 'list', 'patch', 'proxy', 'update', 'watch'];
const subjectKinds = ['Group', 'ServiceAccount', 'User'];
function lower(kind) {
    return kind.charAt(0).toLowerCase() + kind.slice(1);
}
function judgeSubjectPart(kind, part, at, faults) {
    const name = (0,validation_values/* text */.Qq)(part, 'name');
    if (name === '')
        faults.required(at.in('name'));
    else if (kind === 'ServiceAccount' && name !== '*')
        faults.all(at.in('name'), name, dnsSubdomain(name));
    if (kind !== 'ServiceAccount')
        return;
    const namespace = (0,validation_values/* text */.Qq)(part, 'namespace');
    if (namespace === '')
        faults.required(at.in('namespace'));
    else
        faults.all(at.in('namespace'), namespace, dnsLabel(namespace));
}
function flow_control_judgeSubject(subject, at, faults) {
    const kind = (0,validation_values/* text */.Qq)(subject, 'kind');
    if (!subjectKinds.includes(kind)) {
        faults.notSupported(at.in('kind'), kind, subjectKinds);
        return;
    }
    const part = (0,validation_values/* child */.jf)(subject, lower(kind));
    if (part === undefined)
        faults.required(at.in(lower(kind)), `the kind is ${kind}`);
    else
        judgeSubjectPart(kind, part, at.in(lower(kind)), faults);
    for (const other of subjectKinds)
        if (other !== kind && (0,validation_values/* has */.zy)(subject, lower(other)))
            faults.forbidden(at.in(lower(other)), `the kind is ${kind}`);
}
/** A list that must have an entry, and in which `*` stands alone. True where its entries remain to be judged. */
function judgeWords(rule, name, at, faults) {
    const words = (0,validation_values/* strings */.P$)(rule, name);
    if (words.length === 0)
        faults.required(at.in(name));
    else if (!words.includes('*'))
        return true;
    else if (words.length > 1)
        faults.invalid(at.in(name), words, 'nothing may stand beside `*`');
    return false;
}
function judgeVerbs(rule, at, faults) {
    const words = (0,validation_values/* strings */.P$)(rule, 'verbs');
    if (judgeWords(rule, 'verbs', at, faults) && words.some((verb) => !verbs.includes(verb)))
        faults.notSupported(at.in('verbs'), words, verbs);
}
function judgeResourceRule(rule, at, faults) {
    judgeVerbs(rule, at, faults);
    judgeWords(rule, 'apiGroups', at, faults);
    judgeWords(rule, 'resources', at, faults);
    const namespaces = (0,validation_values/* strings */.P$)(rule, 'namespaces');
    if (namespaces.length === 0 && (0,validation_values/* flag */.Jt)(rule, 'clusterScope') === true)
        return;
    if (judgeWords(rule, 'namespaces', at, faults))
        namespaces.forEach((name, index) => {
            faults.all(at.in('namespaces').item(index), name, dnsLabel(name));
        });
}
function urlReason(url) {
    if (url === '')
        return 'must not be empty';
    if (url === '/')
        return '';
    if (!url.startsWith('/'))
        return 'must start with `/`';
    if (url.includes(' '))
        return 'may not have a blank';
    if (url.includes('//'))
        return 'may not have `//`';
    const stars = url.split('*').length - 1;
    return stars > 1 || (stars === 1 && !url.endsWith('/*')) ? '`*` may only be the last step' : '';
}
function judgeNonResourceRule(rule, at, faults) {
    judgeVerbs(rule, at, faults);
    if (!judgeWords(rule, 'nonResourceURLs', at, faults))
        return;
    (0,validation_values/* strings */.P$)(rule, 'nonResourceURLs').forEach((url, index) => {
        const reason = urlReason(url);
        if (reason !== '')
            faults.invalid(at.in('nonResourceURLs').item(index), url, reason);
    });
}
function judgeFlowRule(rule, at, faults) {
    if ((0,validation_values/* list */.p_)(rule, 'subjects').length === 0)
        faults.required(at.in('subjects'));
    (0,validation_values/* structs */.vz)(rule, 'subjects').forEach((subject, index) => {
        flow_control_judgeSubject(subject, at.in('subjects').item(index), faults);
    });
    if ((0,validation_values/* list */.p_)(rule, 'resourceRules').length === 0 && (0,validation_values/* list */.p_)(rule, 'nonResourceRules').length === 0)
        faults.required(at, 'resourceRules or nonResourceRules must have an entry');
    (0,validation_values/* structs */.vz)(rule, 'resourceRules').forEach((one, index) => {
        judgeResourceRule(one, at.in('resourceRules').item(index), faults);
    });
    (0,validation_values/* structs */.vz)(rule, 'nonResourceRules').forEach((one, index) => {
        judgeNonResourceRule(one, at.in('nonResourceRules').item(index), faults);
    });
}
function judgePrecedence(value, name, at, faults) {
    if (value <= 0)
        faults.invalid(at, value, 'must be positive');
    if (value > 10000)
        faults.invalid(at, value, 'must not be greater than 10000');
    if (value === 1 && name !== 'exempt')
        faults.invalid(at, value, 'only the schema `exempt` has 1');
}
function judgeFlowSchema(object, faults) {
    judgeMetadata(object, dnsSubdomain, faults);
    const [spec, at] = [(0,validation_values/* struct */.w3)(object, 'spec'), root.in('spec')];
    judgePrecedence((0,validation_values/* number */.ai)(spec, 'matchingPrecedence') || 1000, (0,validation_values/* text */.Qq)((0,validation_values/* struct */.w3)(object, 'metadata'), 'name'), at.in('matchingPrecedence'), faults);
    const method = (0,validation_values/* child */.jf)(spec, 'distinguisherMethod');
    const methods = ['ByNamespace', 'ByUser'];
    if (method !== undefined && !methods.includes((0,validation_values/* text */.Qq)(method, 'type')))
        faults.notSupported(at.in('distinguisherMethod').in('type'), (0,validation_values/* text */.Qq)(method, 'type'), methods);
    const level = (0,validation_values/* text */.Qq)((0,validation_values/* struct */.w3)(spec, 'priorityLevelConfiguration'), 'name');
    const levelAt = at.in('priorityLevelConfiguration').in('name');
    if (level === '')
        faults.required(levelAt);
    else
        faults.all(levelAt, level, dnsSubdomain(level));
    (0,validation_values/* structs */.vz)(spec, 'rules').forEach((rule, index) => {
        judgeFlowRule(rule, at.in('rules').item(index), faults);
    });
}
/** Bits of a hash that dealing a hand may take, as the server estimates it. */
function entropyBits(deck, hand) {
    return Math.ceil(Math.log2(deck) * hand);
}
function judgeQueuing(queuing, at, faults) {
    const read = (name, fallback) => (0,validation_values/* number */.ai)(queuing, name) || fallback;
    const [queues, hand, length] = [read('queues', 64), read('handSize', 8), read('queueLengthLimit', 50)];
    if (length <= 0)
        faults.invalid(at.in('queueLengthLimit'), length, 'must be positive');
    if (queues <= 0)
        faults.invalid(at.in('queues'), queues, 'must be positive');
    else if (queues > 10_000_000)
        faults.invalid(at.in('queues'), queues, 'must not be greater than 10000000');
    if (hand <= 0)
        faults.invalid(at.in('handSize'), hand, 'must be positive');
    else if (hand > queues)
        faults.invalid(at.in('handSize'), hand, 'must not be greater than queues');
    else if (entropyBits(queues, hand) > 60)
        faults.invalid(at.in('handSize'), hand, 'is too many for that many queues');
}
function judgeResponse(response, at, faults) {
    const [type, queuing] = [(0,validation_values/* text */.Qq)(response, 'type'), (0,validation_values/* child */.jf)(response, 'queuing')];
    if (type === 'Reject') {
        if (queuing !== undefined)
            faults.forbidden(at.in('queuing'), 'goes only with type Queue');
    }
    else if (type !== 'Queue')
        faults.notSupported(at.in('type'), type, ['Queue', 'Reject']);
    else if (queuing === undefined)
        faults.required(at.in('queuing'), 'the type is Queue');
    else
        judgeQueuing(queuing, at.in('queuing'), faults);
}
function judgeShares(part, at, faults) {
    faults.nonNegative(at.in('nominalConcurrencyShares'), (0,validation_values/* number */.ai)(part, 'nominalConcurrencyShares'));
    const lendable = (0,validation_values/* number */.ai)(part, 'lendablePercent') ?? 0;
    if (lendable < 0 || lendable > 100)
        faults.invalid(at.in('lendablePercent'), lendable, 'must be between 0 and 100');
}
function judgePriorityLevel(object, faults) {
    judgeMetadata(object, dnsSubdomain, faults);
    const [spec, at] = [(0,validation_values/* struct */.w3)(object, 'spec'), root.in('spec')];
    const [type, limited, exempt] = [(0,validation_values/* text */.Qq)(spec, 'type'), (0,validation_values/* child */.jf)(spec, 'limited'), (0,validation_values/* child */.jf)(spec, 'exempt')];
    if (((0,validation_values/* text */.Qq)((0,validation_values/* struct */.w3)(object, 'metadata'), 'name') === 'exempt') !== (type === 'Exempt'))
        faults.invalid(at.in('type'), type, 'must be Exempt for the one named `exempt`, and for no other');
    if (type === 'Exempt') {
        if (limited !== undefined)
            faults.forbidden(at.in('limited'), 'the type is Exempt');
        if (exempt !== undefined)
            judgeShares(exempt, at.in('exempt'), faults);
    }
    else if (type === 'Limited') {
        if (exempt !== undefined)
            faults.forbidden(at.in('exempt'), 'the type is Limited');
        if (limited === undefined) {
            faults.required(at.in('limited'), 'the type is Limited');
            return;
        }
        judgeShares(limited, at.in('limited'), faults);
        judgeResponse((0,validation_values/* struct */.w3)(limited, 'limitResponse'), at.in('limited').in('limitResponse'), faults);
        faults.nonNegative(at.in('limited').in('borrowingLimitPercent'), (0,validation_values/* number */.ai)(limited, 'borrowingLimitPercent'));
    }
    else
        faults.notSupported(at.in('type'), type, ['Exempt', 'Limited']);
}

;// CONCATENATED MODULE: ./lib/manifests/validation/networking.js






const networking_spec = root.in('spec');
function judgeTyped(reference, at, faults) {
    const group = (0,validation_values/* optional */.lq)(reference, 'apiGroup');
    if (group !== undefined)
        faults.all(at.in('apiGroup'), group, dnsSubdomain(group));
    for (const name of ['kind', 'name']) {
        if ((0,validation_values/* text */.Qq)(reference, name) === '')
            faults.required(at.in(name));
        else
            faults.all(at.in(name), (0,validation_values/* text */.Qq)(reference, name), pathSegment((0,validation_values/* text */.Qq)(reference, name)));
    }
}
function judgeServiceBackend(service, at, faults) {
    const name = (0,validation_values/* text */.Qq)(service, 'name');
    const here = at.in('service');
    if (name === '')
        faults.required(here.in('name'));
    else
        faults.all(here.in('name'), name, serviceName(name));
    const port = (0,validation_values/* struct */.w3)(service, 'port');
    const [portText, portCount] = [(0,validation_values/* text */.Qq)(port, 'name'), (0,validation_values/* number */.ai)(port, 'number') ?? 0];
    if (portText !== '' && portCount !== 0)
        faults.invalid(at, '', 'port name and port number exclude each other');
    else if (portText !== '')
        faults.all(here.in('port').in('name'), portText, portName(portText));
    else if (portCount !== 0)
        faults.all(here.in('port').in('number'), portCount, portNumber(portCount));
    else
        faults.required(at, 'port name or number is required');
}
/** Names of Services start with a letter; a gate of 1.34 that is off by default relaxes that. */
function serviceName(name) {
    return /^[0-9]/.test(name) && dnsLabel(name).length === 0 ? ['must start with a letter'] : dnsLabel(name);
}
function judgeBackend(backend, at, faults) {
    const [resource, service] = [(0,validation_values/* child */.jf)(backend, 'resource'), (0,validation_values/* child */.jf)(backend, 'service')];
    if (resource !== undefined && service !== undefined)
        faults.invalid(at, '', 'resource and service exclude each other');
    else if (resource !== undefined)
        judgeTyped(resource, at.in('resource'), faults);
    else if (service !== undefined)
        judgeServiceBackend(service, at, faults);
    else
        faults.invalid(at, '', 'resource or service is required');
}
const badSequences = ['//', '/./', '/../', '%2f', '%2F'];
const badSuffixes = ['/..', '/.'];
function judgePath(path, at, faults) {
    const [type, value, here] = [(0,validation_values/* optional */.lq)(path, 'pathType'), (0,validation_values/* text */.Qq)(path, 'path'), at.in('path')];
    if (type === undefined) {
        faults.required(at.in('pathType'), 'pathType must be specified');
        return;
    }
    if (type === 'Exact' || type === 'Prefix') {
        if (!value.startsWith('/'))
            faults.invalid(here, value, 'must be an absolute path');
        for (const sequence of badSequences)
            if (value.includes(sequence))
                faults.invalid(here, value, `must not contain \`${sequence}\``);
        for (const suffix of badSuffixes)
            if (value.endsWith(suffix))
                faults.invalid(here, value, `cannot end with \`${suffix}\``);
    }
    else if (type !== 'ImplementationSpecific')
        faults.notSupported(at.in('pathType'), type, ['Exact', 'ImplementationSpecific', 'Prefix']);
    else if (value !== '' && !value.startsWith('/'))
        faults.invalid(here, value, 'must be an absolute path');
    judgeBackend((0,validation_values/* struct */.w3)(path, 'backend'), at.in('backend'), faults);
}
function hostForm(host) {
    return host.includes('*') ? wildcardSubdomain(host) : dnsSubdomain(host);
}
function networking_judgeRule(rule, at, faults) {
    const host = (0,validation_values/* text */.Qq)(rule, 'host');
    if (host !== '') {
        if (parseAddress(host) !== undefined)
            faults.invalid(at.in('host'), host, 'must be a DNS name, not an IP address');
        faults.all(at.in('host'), host, hostForm(host));
    }
    const http = (0,validation_values/* child */.jf)(rule, 'http');
    if (http === undefined)
        return;
    const paths = (0,validation_values/* structs */.vz)(http, 'paths');
    if (paths.length === 0)
        faults.required(at.in('http').in('paths'));
    paths.forEach((path, index) => {
        judgePath(path, at.in('http').in('paths').item(index), faults);
    });
}
function judgeIngress(object, faults) {
    judgeMetadata(object, dnsSubdomain, faults);
    const holder = (0,validation_values/* struct */.w3)(object, 'spec');
    const rules = (0,validation_values/* structs */.vz)(holder, 'rules');
    if (rules.length === 0 && !(0,validation_values/* has */.zy)(holder, 'defaultBackend'))
        faults.invalid(networking_spec, [], 'either `defaultBackend` or `rules` must be specified');
    if ((0,validation_values/* has */.zy)(holder, 'defaultBackend'))
        judgeBackend((0,validation_values/* struct */.w3)(holder, 'defaultBackend'), networking_spec.in('defaultBackend'), faults);
    rules.forEach((rule, index) => {
        networking_judgeRule(rule, networking_spec.in('rules').item(index), faults);
    });
    (0,validation_values/* structs */.vz)(holder, 'tls').forEach((tls, index) => {
        const here = networking_spec.in('tls').item(index);
        (0,validation_values/* strings */.P$)(tls, 'hosts').forEach((host, number_) => {
            faults.all(here.in('hosts').item(number_), host, hostForm(host));
        });
        const secret = (0,validation_values/* text */.Qq)(tls, 'secretName');
        if (secret !== '')
            faults.all(here.in('secretName'), secret, dnsSubdomain(secret));
    });
    const name = (0,validation_values/* optional */.lq)(holder, 'ingressClassName');
    if (name !== undefined)
        faults.all(networking_spec.in('ingressClassName'), name, dnsSubdomain(name));
    const annotated = new Map((0,validation_values/* texts */.Te)((0,validation_values/* struct */.w3)(object, 'metadata'), 'annotations')).get('kubernetes.io/ingress.class');
    if (annotated !== undefined && name !== undefined && annotated !== name) {
        const at = root.called('annotations.kubernetes.io/ingress.class', 'metadata', 'annotations', 'kubernetes.io/ingress.class');
        faults.invalid(at, annotated, 'must match `ingressClassName` when both are specified');
    }
}
function judgeDomainPath(value, at, faults) {
    const slash = value.indexOf('/');
    const [domain, path] = [value.slice(0, slash), value.slice(slash + 1)];
    if (value === '')
        faults.required(at);
    else if (slash <= 0 || path === '')
        faults.invalid(at, value, 'must be a domain, `/` and a path');
    else {
        faults.all(at, domain, dnsSubdomain(domain));
        if (!/^[A-Za-z0-9/\-._~%!$&'()*+,;=:]+$/.test(path))
            faults.invalid(at, path, 'has characters that no path has');
    }
}
function judgeIngressClass(object, faults) {
    judgeMetadata(object, dnsSubdomain, faults);
    const holder = (0,validation_values/* struct */.w3)(object, 'spec');
    const controller = (0,validation_values/* text */.Qq)(holder, 'controller');
    if (controller.length > 250)
        faults.tooLong(networking_spec.in('controller'), 250);
    judgeDomainPath(controller, networking_spec.in('controller'), faults);
    const parameters = (0,validation_values/* child */.jf)(holder, 'parameters');
    if (parameters === undefined)
        return;
    const at = networking_spec.in('parameters');
    judgeTyped(parameters, at, faults);
    const [scope, namespace] = [(0,validation_values/* optional */.lq)(parameters, 'scope') ?? 'Cluster', (0,validation_values/* optional */.lq)(parameters, 'namespace')];
    if (scope !== 'Cluster' && scope !== 'Namespace')
        faults.notSupported(at.in('scope'), scope, ['Cluster', 'Namespace']);
    else if (scope === 'Cluster' && namespace !== undefined)
        faults.forbidden(at.in('namespace'), '`scope` is Cluster');
    else if (scope === 'Namespace' && namespace === undefined)
        faults.required(at.in('namespace'), '`scope` is Namespace');
    else if (scope === 'Namespace' && namespace !== undefined)
        faults.all(at.in('namespace'), namespace, dnsLabel(namespace));
}
const networking_protocols = ['TCP', 'UDP', 'SCTP'];
function networking_judgePort(port, at, faults) {
    const [protocol, value, end] = [(0,validation_values/* optional */.lq)(port, 'protocol'), (0,validation_values/* either */.gP)(port, 'port'), (0,validation_values/* number */.ai)(port, 'endPort')];
    if (protocol !== undefined && !networking_protocols.includes(protocol))
        faults.notSupported(at.in('protocol'), protocol, networking_protocols);
    if (typeof value === 'number') {
        faults.all(at.in('port'), value, portNumber(value));
        if (end === undefined)
            return;
        if (end < value)
            faults.invalid(at.in('endPort'), end, 'must be greater than or equal to `port`');
        faults.all(at.in('endPort'), end, portNumber(end));
        return;
    }
    if (end !== undefined)
        faults.invalid(at.in('endPort'), end, '`port` must be a number');
    if (value !== undefined)
        faults.all(at.in('port'), value, portName(value));
}
function judgeBlock(block, at, faults) {
    const cidr = (0,validation_values/* text */.Qq)(block, 'cidr');
    if (cidr === '') {
        faults.required(at.in('cidr'));
        return;
    }
    faults.all(at.in('cidr'), cidr, blockForm(cidr));
    const outer = parseBlock(cidr);
    if (outer === undefined)
        return;
    (0,validation_values/* strings */.P$)(block, 'except').forEach((except, index) => {
        const here = at.in('except').item(index);
        const inner = parseBlock(except);
        if (inner === undefined)
            faults.all(here, except, blockForm(except));
        else if (!isStrictSubset(outer, inner))
            faults.invalid(here, except, 'must be a strict subset of `cidr`');
    });
}
function judgePeer(peer, at, faults) {
    const kinds = ['podSelector', 'namespaceSelector', 'ipBlock'].filter((name) => (0,validation_values/* has */.zy)(peer, name));
    for (const name of ['podSelector', 'namespaceSelector'])
        judgeSelector((0,validation_values/* child */.jf)(peer, name), at.in(name), faults);
    if ((0,validation_values/* has */.zy)(peer, 'ipBlock'))
        judgeBlock((0,validation_values/* struct */.w3)(peer, 'ipBlock'), at.in('ipBlock'), faults);
    if (kinds.length === 0)
        faults.required(at, 'must specify a peer');
    else if (kinds.length > 1 && (0,validation_values/* has */.zy)(peer, 'ipBlock'))
        faults.forbidden(at, 'ipBlock goes with no other peer');
}
function judgeNetworkPolicy(object, faults) {
    judgeMetadata(object, dnsSubdomain, faults);
    const holder = (0,validation_values/* struct */.w3)(object, 'spec');
    judgeSelector((0,validation_values/* child */.jf)(holder, 'podSelector'), networking_spec.in('podSelector'), faults);
    for (const [direction, peers] of [
        ['ingress', 'from'],
        ['egress', 'to'],
    ]) {
        (0,validation_values/* structs */.vz)(holder, direction).forEach((rule, index) => {
            const here = networking_spec.in(direction).item(index);
            (0,validation_values/* structs */.vz)(rule, 'ports').forEach((port, number_) => {
                networking_judgePort(port, here.in('ports').item(number_), faults);
            });
            (0,validation_values/* structs */.vz)(rule, peers).forEach((peer, number_) => {
                judgePeer(peer, here.in(peers).item(number_), faults);
            });
        });
    }
    const types = (0,validation_values/* strings */.P$)(holder, 'policyTypes');
    if (types.length > 2)
        faults.invalid(networking_spec.in('policyTypes'), types, 'may not specify more than two');
    else {
        types.forEach((type, index) => {
            if (type !== 'Ingress' && type !== 'Egress')
                faults.notSupported(networking_spec.in('policyTypes').item(index), type, ['Ingress', 'Egress']);
        });
    }
}

;// CONCATENATED MODULE: ./lib/manifests/validation/pods.js






function judgePod(object, faults) {
    const [metadata, spec, at] = [(0,validation_values/* struct */.w3)(object, 'metadata'), (0,validation_values/* struct */.w3)(object, 'spec'), root.in('spec')];
    judgeMetadata(object, dnsSubdomain, faults);
    judgePodAnnotations(metadata, spec, root.in('metadata').in('annotations'), faults);
    judgePodSpec(spec, at, true, (0,validation_values/* text */.Qq)(metadata, 'name'), faults);
    for (const list of ['containers', 'initContainers']) {
        (0,validation_values/* structs */.vz)(spec, list).forEach((container, index) => {
            const image = (0,validation_values/* text */.Qq)(container, 'image');
            if (image.trim() !== image)
                faults.invalid(at.in(list).item(index).in('image'), image, 'must not have blanks around it');
        });
    }
    if ((0,validation_values/* structs */.vz)(spec, 'ephemeralContainers').length > 0)
        faults.forbidden(at.in('ephemeralContainers'), 'cannot be set on create');
    if ((0,validation_values/* text */.Qq)(spec, 'nodeName') !== '' && (0,validation_values/* structs */.vz)(spec, 'schedulingGates').length > 0)
        faults.forbidden(at.in('nodeName'), 'there are schedulingGates');
    judgeProfiles(metadata, spec, at, faults);
}

;// CONCATENATED MODULE: ./lib/manifests/validation/policy.js






const policy_spec = root.in('spec');
function judgeDisruptionBudget(object, faults) {
    const holder = (0,validation_values/* struct */.w3)(object, 'spec');
    const [least, most] = [(0,validation_values/* either */.gP)(holder, 'minAvailable'), (0,validation_values/* either */.gP)(holder, 'maxUnavailable')];
    if (least !== undefined && most !== undefined)
        faults.invalid(policy_spec, holder, 'minAvailable and maxUnavailable cannot both be set');
    for (const [name, value] of [
        ['minAvailable', least],
        ['maxUnavailable', most],
    ]) {
        if (value === undefined)
            continue;
        judgeIntOrPercent(value, policy_spec.in(name), faults);
        judgeAtMost100(value, policy_spec.in(name), faults);
    }
    judgeSelector((0,validation_values/* child */.jf)(holder, 'selector'), policy_spec.in('selector'), faults);
    const eviction = (0,validation_values/* optional */.lq)(holder, 'unhealthyPodEvictionPolicy');
    const policies = ['AlwaysAllow', 'IfHealthyBudget'];
    if (eviction !== undefined && !policies.includes(eviction))
        faults.notSupported(policy_spec.in('unhealthyPodEvictionPolicy'), eviction, policies);
    // The server looks at its metadata only where the rest is good.
    if (faults.count === 0)
        judgeMetadata(object, pathSegment, faults, false);
}

;// CONCATENATED MODULE: ./lib/manifests/validation/quotas.js






const scopes = [
    'Terminating',
    'NotTerminating',
    'BestEffort',
    'NotBestEffort',
    'PriorityClass',
    'CrossNamespacePodAffinity',
    'VolumeAttributesClass',
];
const existing = scopes.filter((scope) => scope !== 'PriorityClass' && scope !== 'VolumeAttributesClass');
const podScoped = new Set(['pods', 'cpu', 'memory', 'requests.cpu', 'requests.memory', 'limits.cpu', 'limits.memory']);
/** Whether a scope can narrow the quota of a resource. */
function quotas_fits(scope, resource) {
    if (scope === 'BestEffort')
        return resource === 'pods';
    if (scope === 'VolumeAttributesClass')
        return resource === 'persistentvolumeclaims' || resource === 'requests.storage';
    return !scopes.includes(scope) || podScoped.has(resource);
}
function judgePairs(seen, at, faults) {
    for (const [one, other] of [
        ['BestEffort', 'NotBestEffort'],
        ['Terminating', 'NotTerminating'],
    ]) {
        if (seen.includes(one) && seen.includes(other))
            faults.invalid(at, seen, 'conflicting scopes');
    }
}
function quotas_judgeSelector(spec, hard, faults) {
    const at = root.in('spec').in('scopeSelector').in('matchExpressions');
    const expressions = (0,validation_values/* structs */.vz)((0,validation_values/* child */.jf)(spec, 'scopeSelector'), 'matchExpressions');
    expressions.forEach((expression, index) => {
        const here = (name) => at.called(name, index, name);
        const [scope, operator, values] = [
            (0,validation_values/* text */.Qq)(expression, 'scopeName'),
            (0,validation_values/* text */.Qq)(expression, 'operator'),
            (0,validation_values/* strings */.P$)(expression, 'values'),
        ];
        if (!scopes.includes(scope))
            faults.invalid(here('scopeName'), scope, 'unsupported scope');
        for (const resource of hard)
            if (isQuotaName(resource) && !quotas_fits(scope, resource))
                faults.invalid(at, scope, 'unsupported scope applied to resource');
        if (existing.includes(scope) && operator !== 'Exists')
            faults.invalid(here('operator'), operator, `must be Exists for ${scope}`);
        if (operator === 'In' || operator === 'NotIn') {
            if (values.length === 0)
                faults.required(here('values'), `\`operator\` is ${operator}`);
        }
        else if (operator !== 'Exists' && operator !== 'DoesNotExist')
            faults.invalid(here('operator'), operator, 'is not an operator of selectors');
        else if (values.length > 0)
            faults.invalid(here('values'), values, `must be empty where \`operator\` is ${operator}`);
    });
    judgePairs(expressions.map((expression) => (0,validation_values/* text */.Qq)(expression, 'scopeName')), at, faults);
}
function judgeResourceQuota(object, faults) {
    judgeMetadata(object, dnsSubdomain, faults);
    const spec = (0,validation_values/* struct */.w3)(object, 'spec');
    const at = root.in('spec');
    const hard = quantities(spec, 'hard');
    for (const [name, quantity] of hard) {
        const here = at.in('hard').key(name);
        judgeResourceName(name, here, faults);
        if (!name.includes('/') && !isQuotaName(name))
            faults.invalid(here, name, 'must be a standard resource for quota');
        judgeQuantity(name, quantity, here, faults);
    }
    const given = (0,validation_values/* strings */.P$)(spec, 'scopes');
    for (const scope of given) {
        if (!scopes.includes(scope))
            faults.invalid(at.in('scopes'), given, 'unsupported scope');
        for (const resource of hard.keys())
            if (isQuotaName(resource) && !quotas_fits(scope, resource))
                faults.invalid(at.in('scopes'), given, 'unsupported scope applied to resource');
    }
    judgePairs(given, at.in('scopes'), faults);
    quotas_judgeSelector(spec, [...hard.keys()], faults);
}
/** Defaulting of a limit for containers: max gives default, default gives defaultRequest, min gives defaultRequest. */
function defaulted(limit, isContainer) {
    const [min, max] = [quantities(limit, 'min'), quantities(limit, 'max')];
    const [limits, requests] = [new Map(quantities(limit, 'default')), new Map(quantities(limit, 'defaultRequest'))];
    const fill = (into, from) => {
        for (const [name, quantity] of from)
            if (!into.has(name))
                into.set(name, quantity);
    };
    if (isContainer) {
        fill(limits, max);
        fill(requests, limits);
        fill(requests, min);
    }
    return {
        min,
        max,
        default: limits,
        defaultRequest: requests,
        maxLimitRequestRatio: quantities(limit, 'maxLimitRequestRatio'),
    };
}
const orders = [
    ['min', 'max', 'min'],
    ['min', 'defaultRequest', 'defaultRequest'],
    ['defaultRequest', 'max', 'defaultRequest'],
    ['defaultRequest', 'default', 'defaultRequest'],
    ['min', 'default', 'default'],
    ['default', 'max', 'default'],
];
function judgeRatio(limits, name, at, faults) {
    const [ratio, min, max] = [limits.maxLimitRequestRatio.get(name), limits.min.get(name), limits.max.get(name)];
    if (ratio === undefined)
        return;
    const here = at.in('maxLimitRequestRatio').key(name);
    if (compareQuantities(ratio, parseQuantity('1') ?? ratio) < 0)
        faults.invalid(here, ratio.text, 'must be at least 1');
    if (min === undefined || max === undefined)
        return;
    const exact = [ratio, min, max].every((quantity) => wholeValue(quantity) < 9223372036854775n);
    const most = exact
        ? Number(milliValue(max)) / Number(milliValue(min))
        : Number(wholeValue(max)) / Number(wholeValue(min));
    if (Number(milliValue(ratio)) / 1000 > most)
        faults.invalid(here, ratio.text, `must be at most max/min, which is ${most}`);
}
function quotas_judgeAmounts(limits, at, faults) {
    const names = new Set(Object.values(limits).flatMap((amounts) => [...amounts.keys()]));
    for (const name of names) {
        for (const [less, more, where] of orders) {
            const [low, high] = [limits[less].get(name), limits[more].get(name)];
            if (low !== undefined && high !== undefined && compareQuantities(low, high) > 0)
                faults.invalid(at.in(where).key(name), low.text, `${less} ${low.text} is greater than ${more} ${high.text}`);
        }
        judgeRatio(limits, name, at, faults);
        const [request, limit] = [limits.defaultRequest.get(name), limits.default.get(name)];
        if (isOvercommitAllowed(name) ||
            request === undefined ||
            limit === undefined ||
            compareQuantities(request, limit) === 0)
            continue;
        faults.invalid(at.in('defaultRequest').key(name), request.text, 'must equal the default');
    }
}
function judgeLimit(limit, at, faults) {
    const type = (0,validation_values/* text */.Qq)(limit, 'type');
    const reasons = qualifiedName(type);
    faults.all(at.in('type'), type, reasons);
    if (reasons.length === 0 && !type.includes('/') && !['Pod', 'Container', 'PersistentVolumeClaim'].includes(type)) {
        faults.invalid(at.in('type'), type, 'must be a standard limit type or have a domain in front of it');
    }
    const limits = defaulted(limit, type === 'Container');
    const judgeName = type === 'Pod' || type === 'Container' ? judgeContainerResourceName : judgeResourceName;
    for (const [part, amounts] of Object.entries(limits)) {
        const defaults = part === 'default' || part === 'defaultRequest';
        if (type === 'Pod' && defaults) {
            if (amounts.size > 0)
                faults.forbidden(at.in(part), 'may not be specified when `type` is Pod');
        }
        else
            for (const name of amounts.keys())
                judgeName(name, at.in(part).key(name), faults);
    }
    if (type === 'PersistentVolumeClaim' && !limits.min.has('storage') && !limits.max.has('storage'))
        faults.required(at.called('limits'), 'min or max of storage');
    quotas_judgeAmounts(type === 'Pod' ? { ...limits, default: new Map(), defaultRequest: new Map() } : limits, at, faults);
}
function judgeLimitRange(object, faults) {
    judgeMetadata(object, dnsSubdomain, faults);
    const seen = new Set();
    (0,validation_values/* structs */.vz)((0,validation_values/* struct */.w3)(object, 'spec'), 'limits').forEach((limit, index) => {
        const here = root.in('spec').in('limits').item(index);
        judgeLimit(limit, here, faults);
        const type = (0,validation_values/* text */.Qq)(limit, 'type');
        if (seen.has(type))
            faults.duplicate(here.in('type'), type);
        seen.add(type);
    });
}

;// CONCATENATED MODULE: ./lib/manifests/validation/services.js








const services_spec = root.in('spec');
const services_types = ['ClusterIP', 'ExternalName', 'LoadBalancer', 'NodePort'];
function judgeServicePort(port, at, named, seen, faults) {
    const name = (0,validation_values/* text */.Qq)(port, 'name');
    if (named && name === '')
        faults.required(at.in('name'));
    else if (name !== '') {
        faults.all(at.in('name'), name, dnsLabel(name));
        if (seen.has(name))
            faults.duplicate(at.in('name'), name);
        seen.add(name);
    }
    const value = (0,validation_values/* number */.ai)(port, 'port') ?? 0;
    faults.all(at.in('port'), value, portNumber(value));
    const protocol = (0,validation_values/* text */.Qq)(port, 'protocol') || 'TCP';
    if (!protocols.includes(protocol))
        faults.notSupported(at.in('protocol'), protocol, protocols);
    const target = (0,validation_values/* either */.gP)(port, 'targetPort');
    judgePort(target === undefined || target === 0 || target === '' ? value : target, at.in('targetPort'), faults);
    const application = (0,validation_values/* optional */.lq)(port, 'appProtocol');
    if (application !== undefined)
        faults.all(at.in('appProtocol'), application, qualifiedName(application));
}
function services_judgePorts(holder, type, faults) {
    const ports = (0,validation_values/* structs */.vz)(holder, 'ports');
    const given = nodePortsOf(holder, type);
    const [names, nodePorts, pairs] = [new Set(), new Set(), new Set()];
    ports.forEach((port, index) => {
        const here = services_spec.in('ports').item(index);
        judgeServicePort(port, here, ports.length > 1, names, faults);
        const protocol = (0,validation_values/* text */.Qq)(port, 'protocol') || 'TCP';
        const node = given[index] ?? '';
        if (type === 'ClusterIP' && node !== '')
            faults.forbidden(here.in('nodePort'), 'may not be used when `type` is ClusterIP');
        if (node !== '' && nodePorts.has(`${protocol}/${node}`))
            faults.duplicate(here.in('nodePort'), node);
        nodePorts.add(`${protocol}/${node}`);
        const pair = `${protocol}/${(0,validation_values/* number */.ai)(port, 'port') ?? 0}`;
        if (pairs.has(pair))
            faults.duplicate(here, pair);
        pairs.add(pair);
    });
}
function judgeExternalName(holder, faults) {
    if (clusterIPs(holder).length > 0)
        faults.forbidden(services_spec.called('clusterIPs', (0,validation_values/* has */.zy)(holder, 'clusterIPs') ? 'clusterIPs' : 'clusterIP'), 'may not be set for ExternalName services');
    if ((0,validation_values/* strings */.P$)(holder, 'ipFamilies').length > 0)
        faults.forbidden(services_spec.in('ipFamilies'), 'may not be set for ExternalName services');
    if ((0,validation_values/* has */.zy)(holder, 'ipFamilyPolicy'))
        faults.forbidden(services_spec.in('ipFamilyPolicy'), 'may not be set for ExternalName services');
    const name = (0,validation_values/* text */.Qq)(holder, 'externalName').replace(/\.$/, '');
    if (name === '')
        faults.required(services_spec.in('externalName'));
    else
        faults.all(services_spec.in('externalName'), name, dnsSubdomain(name));
}
function services_judgeAffinity(holder, faults) {
    const affinity = (0,validation_values/* text */.Qq)(holder, 'sessionAffinity') || 'None';
    const config = (0,validation_values/* child */.jf)(holder, 'sessionAffinityConfig');
    if (affinity !== 'None' && affinity !== 'ClientIP')
        faults.notSupported(services_spec.in('sessionAffinity'), affinity, ['ClientIP', 'None']);
    const seconds = (0,validation_values/* number */.ai)((0,validation_values/* child */.jf)(config, 'clientIP'), 'timeoutSeconds');
    if (affinity !== 'ClientIP' || seconds === undefined || (seconds > 0 && seconds <= 86400))
        return;
    faults.invalid(services_spec.in('sessionAffinityConfig').in('clientIP').in('timeoutSeconds'), seconds, 'must be greater than 0 and less than 86400');
}
function judgeSourceRanges(object, holder, type, faults) {
    const ranges = (0,validation_values/* strings */.P$)(holder, 'loadBalancerSourceRanges');
    const at = services_spec.called('LoadBalancerSourceRanges', 'loadBalancerSourceRanges');
    const key = 'service.beta.kubernetes.io/load-balancer-source-ranges';
    const annotation = new Map((0,validation_values/* texts */.Te)((0,validation_values/* struct */.w3)(object, 'metadata'), 'annotations')).get(key);
    if (ranges.length > 0) {
        if (type !== 'LoadBalancer')
            faults.forbidden(at, 'may only be used when `type` is LoadBalancer');
        ranges.forEach((range, index) => {
            faults.all(at.item(index), range.trim(), blockForm(range.trim()));
        });
    }
    else if (annotation !== undefined) {
        const here = root.in('metadata').in('annotations').key(key);
        if (type !== 'LoadBalancer')
            faults.forbidden(here, 'may only be used when `type` is LoadBalancer');
        for (const range of annotation.trim() === '' ? [] : annotation.split(','))
            faults.all(here, range.trim(), blockForm(range.trim()));
    }
}
function judgeTraffic(holder, type, faults) {
    const reachable = type === 'LoadBalancer' ||
        type === 'NodePort' ||
        (type === 'ClusterIP' && (0,validation_values/* strings */.P$)(holder, 'externalIPs').length > 0);
    const policy = (0,validation_values/* text */.Qq)(holder, 'externalTrafficPolicy');
    const at = services_spec.in('externalTrafficPolicy');
    if (!reachable && policy !== '')
        faults.invalid(at, policy, 'may only be set for externally-accessible services');
    else if (reachable && policy !== '' && policy !== 'Cluster' && policy !== 'Local')
        faults.notSupported(at, policy, ['Cluster', 'Local']);
    const health = (0,validation_values/* number */.ai)(holder, 'healthCheckNodePort') ?? 0;
    const checked = type === 'LoadBalancer' && policy === 'Local';
    const here = services_spec.in('healthCheckNodePort');
    if (!checked && health !== 0)
        faults.invalid(here, health, 'may only be set when `type` is LoadBalancer and `externalTrafficPolicy` is Local');
    else if (checked && health !== 0) {
        faults.all(here, health, portNumber(health));
    }
}
function judgeChoices(holder, type, faults) {
    const inner = (0,validation_values/* optional */.lq)(holder, 'internalTrafficPolicy');
    if (inner !== undefined && inner !== 'Cluster' && inner !== 'Local')
        faults.notSupported(services_spec.in('internalTrafficPolicy'), inner, ['Cluster', 'Local']);
    const distribution = (0,validation_values/* optional */.lq)(holder, 'trafficDistribution');
    const distributions = ['PreferClose', 'PreferSameZone', 'PreferSameNode'];
    if (distribution !== undefined && !distributions.includes(distribution))
        faults.notSupported(services_spec.in('trafficDistribution'), distribution, distributions);
    if ((0,validation_values/* has */.zy)(holder, 'allocateLoadBalancerNodePorts') && type !== 'LoadBalancer')
        faults.forbidden(services_spec.in('allocateLoadBalancerNodePorts'), 'may only be used when `type` is LoadBalancer');
    const balancer = (0,validation_values/* optional */.lq)(holder, 'loadBalancerClass');
    if (balancer === undefined)
        return;
    if (type === 'LoadBalancer')
        faults.all(services_spec.in('loadBalancerClass'), balancer, qualifiedName(balancer));
    else
        faults.forbidden(services_spec.in('loadBalancerClass'), 'may only be used when `type` is LoadBalancer');
}
function judgeService(object, faults) {
    const holder = (0,validation_values/* struct */.w3)(object, 'spec');
    const [type, addresses] = [(0,validation_values/* text */.Qq)(holder, 'type') || 'ClusterIP', clusterIPs(holder)];
    if (isUnallocated(holder, type, faults))
        return;
    judgeMetadata(object, dns1035Label, faults);
    const headless = isHeadless(addresses);
    if ((0,validation_values/* structs */.vz)(holder, 'ports').length === 0 && !headless && type !== 'ExternalName')
        faults.required(services_spec.in('ports'));
    if (headless && (type === 'LoadBalancer' || type === 'NodePort')) {
        const at = (0,validation_values/* has */.zy)(holder, 'clusterIPs') ? services_spec.in('clusterIPs').item(0) : services_spec.called('clusterIPs[0]', 'clusterIP');
        faults.invalid(at, 'None', `may not be set to None for ${type} services`);
    }
    if (type === 'ExternalName')
        judgeExternalName(holder, faults);
    judgeLabels(holder, 'selector', services_spec.in('selector'), faults);
    services_judgeAffinity(holder, faults);
    (0,validation_values/* strings */.P$)(holder, 'externalIPs').forEach((address, index) => {
        judgeEndpointAddress(address, services_spec.in('externalIPs').item(index), faults);
    });
    if (!services_types.includes(type))
        faults.notSupported(services_spec.in('type'), type, services_types);
    judgeSourceRanges(object, holder, type, faults);
    judgeChoices(holder, type, faults);
    judgeTraffic(holder, type, faults);
    services_judgePorts(holder, type, faults);
}

;// CONCATENATED MODULE: ./lib/manifests/validation/storage.js











const storage_spec = root.in('spec');
const reclaims = ['Delete', 'Recycle', 'Retain'];
function judgeClaim(object, faults) {
    judgeMetadata(object, dnsSubdomain, faults);
    judgeClaimSpec((0,validation_values/* struct */.w3)(object, 'spec'), storage_spec, faults);
}
function judgeCapacity(holder, faults) {
    const capacity = quantities(holder, 'capacity');
    const at = storage_spec.in('capacity');
    if (capacity.size === 0)
        faults.required(at);
    if (!capacity.has('storage') || capacity.size > 1)
        faults.notSupported(at, (0,validation_values/* struct */.w3)(holder, 'capacity'), ['storage']);
    for (const [name, quantity] of capacity) {
        if (signOf(quantity) < 0)
            faults.invalid(at.key(name), quantity.text, 'must be a valid resource quantity');
        judgePositive(quantity, at.key(name), faults);
    }
}
function judgeSecretReference(source, name, at, faults) {
    const reference = (0,validation_values/* child */.jf)(source, name);
    if (reference === undefined)
        return;
    for (const [field, form] of [
        ['name', dnsSubdomain],
        ['namespace', dnsLabel],
    ]) {
        const value = (0,validation_values/* text */.Qq)(reference, field);
        if (value === '')
            faults.required(at.in(name).in(field));
        else
            faults.all(at.in(name).in(field), value, form(value));
    }
}
function storage_judgeCsi(source, faults) {
    const at = storage_spec.in('csi');
    judgeDriver((0,validation_values/* text */.Qq)(source, 'driver'), at.in('driver'), faults);
    if ((0,validation_values/* text */.Qq)(source, 'volumeHandle') === '')
        faults.required(at.in('volumeHandle'));
    for (const name of [
        'controllerPublishSecretRef',
        'controllerExpandSecretRef',
        'nodePublishSecretRef',
        'nodeExpandSecretRef',
    ]) {
        judgeSecretReference(source, name, at, faults);
    }
}
const storage_order = [
    'hostPath',
    'gcePersistentDisk',
    'awsElasticBlockStore',
    'glusterfs',
    'flocker',
    'nfs',
    'rbd',
    'quobyte',
    'cephfs',
    'iscsi',
    'cinder',
    'fc',
    'flexVolume',
    'azureFile',
    'vsphereVolume',
    'photonPersistentDisk',
    'portworxVolume',
    'azureDisk',
    'scaleIO',
    'local',
    'storageos',
    'csi',
];
function storage_judgeOne(name, holder, faults) {
    const source = (0,validation_values/* struct */.w3)(holder, name);
    if (shares.has(name))
        judgeShare(name, source, storage_spec, faults, true);
    else if (name === 'hostPath')
        judgeHostPath(source, storage_spec.in('hostPath'), faults);
    else if (name === 'csi')
        storage_judgeCsi(source, faults);
    else if (name === 'local') {
        if ((0,validation_values/* text */.Qq)(source, 'path') === '')
            faults.required(storage_spec.in('local').in('path'));
        judgeNoBacksteps((0,validation_values/* text */.Qq)(source, 'path'), storage_spec.in('local').in('path'), faults);
        if (!(0,validation_values/* has */.zy)(holder, 'nodeAffinity'))
            faults.required(storage_spec.in('nodeAffinity'), 'Local volume requires node affinity');
    }
}
function storage_judgeSources(holder, faults) {
    let kinds = 0;
    for (const name of storage_order) {
        if (!(0,validation_values/* has */.zy)(holder, name))
            continue;
        if (kinds++ > 0 && name !== 'flexVolume')
            faults.forbidden(storage_spec.called(name === 'cephfs' ? 'cephFS' : name, name), 'may not specify more than 1 volume type');
        else
            storage_judgeOne(name, holder, faults);
    }
    if (kinds === 0)
        faults.required(storage_spec, 'must specify a volume type');
}
function judgeVolume(object, faults) {
    judgeMetadata(object, dnsSubdomain, faults);
    const holder = (0,validation_values/* struct */.w3)(object, 'spec');
    judgeAccessModes(holder, storage_spec.in('accessModes'), '', faults);
    judgeCapacity(holder, faults);
    const reclaim = (0,validation_values/* text */.Qq)(holder, 'persistentVolumeReclaimPolicy') || 'Retain';
    if (!reclaims.includes(reclaim))
        faults.notSupported(storage_spec.in('persistentVolumeReclaimPolicy'), reclaim, reclaims);
    const affinity = (0,validation_values/* child */.jf)(holder, 'nodeAffinity');
    if (affinity !== undefined && (0,validation_values/* has */.zy)(affinity, 'required'))
        judgeNodeSelector((0,validation_values/* struct */.w3)(affinity, 'required'), storage_spec.in('nodeAffinity').in('required'), faults);
    else if (affinity !== undefined)
        faults.required(storage_spec.in('nodeAffinity').in('required'), 'must specify required node constraints');
    storage_judgeSources(holder, faults);
    const path = (0,validation_values/* text */.Qq)((0,validation_values/* child */.jf)(holder, 'hostPath'), 'path').replaceAll(/\/+/g, '/');
    if ((0,validation_values/* has */.zy)(holder, 'hostPath') && path === '/' && reclaim === 'Recycle')
        faults.forbidden(storage_spec.in('persistentVolumeReclaimPolicy'), 'the whole disk of a node is not recycled');
    const storageClass = (0,validation_values/* text */.Qq)(holder, 'storageClassName');
    if (storageClass !== '')
        faults.all(storage_spec.in('storageClassName'), storageClass, dnsSubdomain(storageClass));
    const mode = (0,validation_values/* optional */.lq)(holder, 'volumeMode');
    if (mode !== undefined && !volumeModes.includes(mode))
        faults.notSupported(storage_spec.in('volumeMode'), mode, volumeModes);
    judgeAttributes(holder, faults);
}
function judgeAttributes(holder, faults) {
    const name = (0,validation_values/* optional */.lq)(holder, 'volumeAttributesClassName');
    if (name === undefined)
        return;
    if (name === '')
        faults.required(storage_spec.in('volumeAttributesClassName'), 'an empty string is disallowed');
    else
        faults.all(storage_spec.in('volumeAttributesClassName'), name, dnsSubdomain(name));
    if (!(0,validation_values/* has */.zy)(holder, 'csi'))
        faults.required(storage_spec.in('csi'), 'volumeAttributesClassName is set');
}
/** The server tells a term once for each that is like it, which is the square of them. */
const mostRepeats = 100;
function judgeTopologies(object, faults) {
    // The server compares with as many empty terms as there are terms, too.
    const earlier = new Map([['[]', (0,validation_values/* structs */.vz)(object, 'allowedTopologies').length]]);
    (0,validation_values/* structs */.vz)(object, 'allowedTopologies').forEach((term, index) => {
        const at = root.in('allowedTopologies').item(index).in('matchLabelExpressions');
        const keys = new Map();
        (0,validation_values/* structs */.vz)(term, 'matchLabelExpressions').forEach((expression, position) => {
            const [key, values, here] = [(0,validation_values/* text */.Qq)(expression, 'key'), (0,validation_values/* strings */.P$)(expression, 'values'), at.item(position)];
            if (values.length === 0)
                faults.required(here.in('values'));
            const again = (0,validation_values/* repeats */.D_)();
            values.forEach((value, place) => {
                if (again(value))
                    faults.duplicate(here.in('values').item(place), value);
            });
            faults.all(here.in('key'), key, qualifiedName(key));
            if (keys.has(key))
                faults.duplicate(here.in('key'), key);
            keys.set(key, [...new Set(values)].sort().join(','));
        });
        const whole = JSON.stringify([...keys].sort());
        const times = earlier.get(whole) ?? 0;
        for (let count = 0; count < Math.min(times, mostRepeats); count++)
            faults.duplicate(at, '');
        earlier.set(whole, times + 1);
    });
}
function judgeStorageClass(object, faults) {
    judgeMetadata(object, dnsSubdomain, faults);
    const provisioner = (0,validation_values/* text */.Qq)(object, 'provisioner');
    if (provisioner === '')
        faults.required(root.in('provisioner'));
    else
        faults.all(root.in('provisioner'), provisioner, qualifiedName(provisioner.toLowerCase()));
    const parameters = (0,validation_values/* texts */.Te)(object, 'parameters');
    if (parameters.length > 512)
        faults.tooLong(root.in('parameters'), 512);
    for (const [key] of parameters)
        if (key === '')
            faults.invalid(root.in('parameters'), key, 'must not be empty');
    if (parameters.reduce((size, [key, value]) => size + Buffer.byteLength(key + value), 0) > 256 * 1024)
        faults.tooLong(root.in('parameters'), 256 * 1024);
    const reclaim = (0,validation_values/* optional */.lq)(object, 'reclaimPolicy') ?? 'Delete';
    if (reclaim !== '' && reclaim !== 'Delete' && reclaim !== 'Retain')
        faults.notSupported(root.in('reclaimPolicy'), reclaim, ['Delete', 'Retain']);
    const mode = (0,validation_values/* optional */.lq)(object, 'volumeBindingMode') ?? 'Immediate';
    if (mode !== 'Immediate' && mode !== 'WaitForFirstConsumer')
        faults.notSupported(root.in('volumeBindingMode'), mode, ['Immediate', 'WaitForFirstConsumer']);
    judgeTopologies(object, faults);
}
function judgeCsiDriver(object, faults) {
    judgeMetadata(object, (name) => [...(name.length > 63 ? ['must be no more than 63 characters'] : []), ...dnsSubdomain(name)], faults);
    const holder = (0,validation_values/* struct */.w3)(object, 'spec');
    const policy = (0,validation_values/* optional */.lq)(holder, 'fsGroupPolicy');
    const policies = ['File', 'None', 'ReadWriteOnceWithFSType'];
    if (policy !== undefined && !policies.includes(policy))
        faults.notSupported(storage_spec.in('fsGroupPolicy'), policy, policies);
    const audiences = new Set();
    (0,validation_values/* structs */.vz)(holder, 'tokenRequests').forEach((request, index) => {
        const [audience, seconds, here] = [
            (0,validation_values/* text */.Qq)(request, 'audience'),
            (0,validation_values/* number */.ai)(request, 'expirationSeconds'),
            storage_spec.in('tokenRequests').item(index),
        ];
        if (audiences.has(audience)) {
            faults.duplicate(here.in('audience'), audience);
            return;
        }
        audiences.add(audience);
        if (seconds !== undefined && (seconds < 600 || seconds > 2 ** 32))
            faults.invalid(here.in('expirationSeconds'), seconds, 'must be between 600 and 2^32');
    });
    for (const mode of (0,validation_values/* strings */.P$)(holder, 'volumeLifecycleModes')) {
        if (mode !== 'Persistent' && mode !== 'Ephemeral')
            faults.notSupported(storage_spec.in('volumeLifecycleModes'), mode, ['Persistent', 'Ephemeral']);
    }
}

;// CONCATENATED MODULE: ./lib/manifests/validation/kinds.js


















/** The kinds whose validation by the server is known here, by `group/version/Kind`. */
const judges = new Map([
    ['admissionregistration.k8s.io/v1/MutatingWebhookConfiguration', judgeWebhooks],
    ['admissionregistration.k8s.io/v1/ValidatingWebhookConfiguration', judgeWebhooks],
    ['apiextensions.k8s.io/v1/CustomResourceDefinition', judgeCustomDefinition],
    ['apiregistration.k8s.io/v1/APIService', judgeApiService],
    ['apps/v1/ControllerRevision', judgeControllerRevision],
    ['apps/v1/DaemonSet', judgeDaemonSet],
    ['apps/v1/Deployment', judgeDeployment],
    ['apps/v1/ReplicaSet', judgeReplicaSet],
    ['apps/v1/StatefulSet', judgeStatefulSet],
    ['autoscaling/v1/HorizontalPodAutoscaler', judgeFirstAutoscaler],
    ['autoscaling/v2/HorizontalPodAutoscaler', judgeAutoscaler],
    ['batch/v1/CronJob', judgeCronJob],
    ['batch/v1/Job', judgeJob],
    ['coordination.k8s.io/v1/Lease', judgeLease],
    ['discovery.k8s.io/v1/EndpointSlice', judgeEndpointSlice],
    ['flowcontrol.apiserver.k8s.io/v1/FlowSchema', judgeFlowSchema],
    ['flowcontrol.apiserver.k8s.io/v1/PriorityLevelConfiguration', judgePriorityLevel],
    ['networking.k8s.io/v1/Ingress', judgeIngress],
    ['networking.k8s.io/v1/IngressClass', judgeIngressClass],
    ['networking.k8s.io/v1/NetworkPolicy', judgeNetworkPolicy],
    ['node.k8s.io/v1/RuntimeClass', judgeRuntimeClass],
    ['policy/v1/PodDisruptionBudget', judgeDisruptionBudget],
    ['rbac.authorization.k8s.io/v1/ClusterRole', judgeClusterRole],
    ['rbac.authorization.k8s.io/v1/ClusterRoleBinding', judgeClusterRoleBinding],
    ['rbac.authorization.k8s.io/v1/Role', judgeRole],
    ['rbac.authorization.k8s.io/v1/RoleBinding', judgeRoleBinding],
    ['scheduling.k8s.io/v1/PriorityClass', judgePriorityClass],
    ['storage.k8s.io/v1/CSIDriver', judgeCsiDriver],
    ['storage.k8s.io/v1/StorageClass', judgeStorageClass],
    ['/v1/ConfigMap', judgeConfigMap],
    ['/v1/Endpoints', judgeEndpoints],
    ['/v1/LimitRange', judgeLimitRange],
    ['/v1/Namespace', judgeNamespace],
    ['/v1/Node', judgeNode],
    ['/v1/PersistentVolume', judgeVolume],
    ['/v1/PersistentVolumeClaim', judgeClaim],
    ['/v1/Pod', judgePod],
    ['/v1/PodTemplate', judgePodTemplate],
    ['/v1/ReplicationController', judgeReplicationController],
    ['/v1/ResourceQuota', judgeResourceQuota],
    ['/v1/Secret', judgeSecret],
    ['/v1/Service', judgeService],
    ['/v1/ServiceAccount', judgeServiceAccount],
]);

;// CONCATENATED MODULE: ./lib/manifests/judge.js








/** Minor of Kubernetes 1 whose validation is the one that is known here. */
const judgedMinor = 34;
/** Minors whose schemas are known here. */
const schemaMinors = (/* unused pure expression or super */ null && (minors));
const stored = 'metadata.resourceVersion';
/** All reasons for which the API server of Kubernetes 1.`minor` would not create an object, in its order. */
function problemsOf(manifest, minor = judgedMinor) {
    const identity = identify(manifest.apiVersion, manifest.kind, minor);
    if (identity.problem !== undefined)
        return [identity.problem];
    if (identity.kind === undefined)
        return [];
    const decoded = decode(manifest.value, identity.kind.type, minor);
    if (decoded.type !== undefined)
        return [decoded.type];
    const judge = judges.get(identity.id);
    const faults = new validation_faults/* Faults */.C();
    if (judge === undefined)
        return [...decoded.unknown, ...decoded.missing];
    judge(manifest.value, faults);
    return [...decoded.unknown, ...faults.problems, ...storeProblems(manifest, decoded)];
}
/** What only the storage finds out. */
function storeProblems({ value }, { unknown }) {
    const { metadata } = value;
    if (unknown.length > 0 || typeof metadata !== 'object' || metadata === null || Array.isArray(metadata))
        return [];
    const { resourceVersion } = metadata;
    if (typeof resourceVersion !== 'string' || resourceVersion === '')
        return [];
    const message = 'resourceVersion is given by the server; an object that has one cannot be created';
    const path = ['metadata', 'resourceVersion'];
    return [
        { stage: 'store', type: 'ResourceVersion', field: stored, path, message, remediation: 'Delete `resourceVersion`.' },
    ];
}
const ruleOf = {
    UnknownField: 'schema-unknown-field',
    Type: 'schema-type',
    FieldValueRequired: 'schema-required',
    FieldValueNotSupported: 'schema-enum',
    FieldValueDuplicate: 'schema-list-key',
    FieldValueInvalid: 'server-invalid',
    FieldValueTypeInvalid: 'schema-type',
    FieldValueForbidden: 'server-forbidden',
    FieldValueNotFound: 'server-not-found',
    FieldValueTooLong: 'server-too-long',
    FieldValueTooMany: 'server-too-many',
    ResourceVersion: 'server-resource-version',
    Unevaluated: 'schema-expression',
    Removed: 'api-removed',
    UnknownKind: 'api-unknown',
    NotServed: 'api-unknown',
    BadVersion: 'api-unknown',
};
function severityOf({ type }, { apiVersion }) {
    if (type === 'Unevaluated')
        return 'note';
    return type === 'UnknownKind' && !isBuiltIn(apiVersion) ? 'note' : 'error';
}
/** What only the kind tells: a served version of the same API, and what an older Ingress had by default. */
function judge_mendingOf({ type, path }, manifest) {
    if (type === 'Removed')
        return servedVersion(manifest);
    if (type === 'FieldValueRequired' && manifest.kind === 'Ingress' && path.at(-1) === 'pathType')
        return { action: 'insert', before: 'backend', value: 'ImplementationSpecific' };
    return undefined;
}
/** Another version of which the server accepts the object just as it is. */
function servedVersion(manifest) {
    const later = laterVersion(manifest.value);
    if (later === undefined)
        return undefined;
    const { value, kind } = manifest;
    const as = { ...manifest, kind, apiVersion: later.to, value: { ...value, apiVersion: later.to } };
    return problemsOf(as).length === 0 ? later : undefined;
}
function finding(problem, manifest) {
    return {
        rule: ruleOf[problem.type] ?? 'server-invalid',
        severity: severityOf(problem, manifest),
        path: problem.path,
        what: problem.stage === 'strict' ? 'key' : 'value',
        message: problem.message,
        mending: problem.mending ?? judge_mendingOf(problem, manifest),
        remediation: problem.remediation ?? 'Mend the value; the API server refuses it as it is.',
    };
}
function deprecation(manifest, minor) {
    const row = lifecycleOf(kindId(manifest.apiVersion, manifest.kind));
    if (row === undefined || row.deprecated === 0 || row.deprecated > minor)
        return [];
    const end = row.removed > 0 ? ` and goes with 1.${row.removed}` : '';
    const instead = row.replacement?.replace(/^\//, '').replace(/\/([^/]+)$/, ' $1');
    return [
        {
            rule: 'api-deprecated',
            severity: 'warning',
            path: ['apiVersion'],
            what: 'value',
            message: `${manifest.apiVersion} ${manifest.kind} is deprecated since Kubernetes 1.${row.deprecated}${end}`,
            mending: servedVersion(manifest),
            remediation: instead === undefined ? 'Prepare for its end.' : `Use ${instead}.`,
        },
    ];
}
/** Problems of several versions, each once; what one version says twice stays. */
function union(manifest, versions) {
    const key = ({ stage, type, field }) => `${stage} ${type} ${field}`;
    const all = [];
    for (const minor of versions) {
        const seen = new Set(all.map(key));
        all.push(...problemsOf(manifest, minor).filter((problem) => !seen.has(key(problem))));
    }
    return all;
}
/**
 * Judges one object as the API servers of some versions would: schema, removed and deprecated APIs, validation.
 * What several versions say alike is said once. Validation is that of 1.34 for all of them.
 */
function judgeManifest(manifest, versions = [judgedMinor]) {
    const findings = union(manifest, versions).map((problem) => finding(problem, manifest));
    if (!findings.some(({ rule }) => rule === 'api-removed'))
        findings.push(...deprecation(manifest, Math.max(...versions)));
    return findings.map((one) => (0,diagnosis/* diagnose */.h4)(manifest, one));
}

;// CONCATENATED MODULE: ./lib/manifests/validate.js




/** `1.34`, `v1.34.4` \u2192 34; undefined for what is no version of Kubernetes 1. */
function minorOf(version) {
    const found = /^v?1\.(\d+)(?:\.|$)/.exec(version);
    return found === null ? undefined : Number(found[1]);
}
function judgeCustom(manifest, kind, matches, evaluate) {
    return customProblems(manifest, kind, matches, evaluate).map((problem) => (0,diagnosis/* diagnose */.h4)(manifest, finding(problem, manifest)));
}
/**
 * Judges objects as the API servers of some versions of Kubernetes would, each by itself. Custom resources whose
 * definition is known are judged by their schemas; others get a note.
 *
 * @param versions such as `1.34`; what is no version is passed over, none at all is 1.34
 */
function validateManifests(manifests, versions, { matches = () => undefined, definitions = [], evaluate } = {}) {
    const minors = [...new Set(versions.map(minorOf).filter((minor) => minor !== undefined))];
    const defined = customKinds([...definitions, ...manifests]);
    return manifests.flatMap((manifest) => {
        const custom = defined.get(customId(manifest));
        if (custom?.served === true)
            return judgeCustom(manifest, custom, matches, evaluate);
        return judgeManifest(manifest, minors.length === 0 ? [judgedMinor] : minors);
    });
}

;// CONCATENATED MODULE: ./lib/entry/lint-ports.js








/**
 * What lint needs of the world: files, renderers, the reader, and the API server's own rules. No cluster.
 *
 * @param place gives the folder in which renderers put what they need for a while; the machine's where it is not given
 */
function lintPorts(commands, release, namespace, boundary, place) {
    const renderers = [
        kustomizeRenderer(commands, boundary, place),
        helmRenderer(commands, { release, namespace, values: [] }, boundary),
    ];
    const matches = patternMatcher();
    return {
        source: fileSource({ renderers, stdin: () => process.stdin, ...(boundary === undefined ? {} : { boundary }) }),
        clock: clock/* systemClock */.m,
        limit: watchdog,
        read: read/* readManifests */.PX,
        validate: (manifests, versions, definitions, evaluate) => validateManifests(manifests, versions, { matches, definitions, evaluate }),
        // Loaded only for rules of the user's own.
        language: async () => (await Promise.all(/* import() */[__webpack_require__.e(337), __webpack_require__.e(37)]).then(__webpack_require__.bind(__webpack_require__, 3037))).celLanguage(),
    };
}


/***/ }),

/***/ 2279:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   U: () => (/* binding */ manifestPaths)
/* harmony export */ });
/* harmony import */ var node_fs__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(3024);
/* harmony import */ var node_path__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(6760);
/* harmony import */ var _domain_error_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(9342);



const rendered = new Set([
    'kustomization.yaml',
    'kustomization.yml',
    'Kustomization',
    'Chart.yaml',
]);
const usual = ['k8s', 'manifests', 'deploy', 'kubernetes'];
/** Where the manifests of a folder are: as given, else in one of the usual folders, else its own YAML files. */
function manifestPaths(folder, given) {
    requireFolder(folder);
    const inside = (name) => node_path__WEBPACK_IMPORTED_MODULE_1__.join(folder, name);
    if (given.length > 0)
        return given.map((name) => (name === '-' ? name : inside(name)));
    const found = usual.map(inside).find((candidate) => (0,node_fs__WEBPACK_IMPORTED_MODULE_0__.existsSync)(candidate) && (0,node_fs__WEBPACK_IMPORTED_MODULE_0__.statSync)(candidate).isDirectory());
    if (found !== undefined)
        return [found];
    const names = (0,node_fs__WEBPACK_IMPORTED_MODULE_0__.readdirSync)(folder);
    // What is rendered is a folder, not the files in it.
    if (names.some((name) => rendered.has(name)))
        return [folder];
    const files = names.filter((name) => /\.(ya?ml|json)$/.test(name) && !/^(scale-gate|package|tsconfig|kind|docker-compose|compose)\b/.test(name));
    if (files.length > 0)
        return files.sort().map(inside);
    throw new _domain_error_js__WEBPACK_IMPORTED_MODULE_2__/* .GateError */ .ue('INPUT_INVALID', `no manifests in ${folder}: none of ${usual.map((name) => `${name}/`).join(', ')} and no YAML file`, {
        hint: 'Name the folder of the service, or its manifests with `manifests` in scale-gate.yml.',
    });
}
function requireFolder(folder) {
    if (!(0,node_fs__WEBPACK_IMPORTED_MODULE_0__.existsSync)(folder))
        throw new _domain_error_js__WEBPACK_IMPORTED_MODULE_2__/* .GateError */ .ue('INPUT_INVALID', `no such folder: ${folder}`, {
            hint: 'Name the folder that holds scale-gate.yml or the manifests.',
        });
    if (!(0,node_fs__WEBPACK_IMPORTED_MODULE_0__.statSync)(folder).isDirectory())
        throw new _domain_error_js__WEBPACK_IMPORTED_MODULE_2__/* .GateError */ .ue('INPUT_INVALID', `${folder} is a file, not a folder`, {
            hint: 'Name the folder of the service; single manifests go to `scale-gate lint FILE`.',
        });
}


/***/ }),

/***/ 716:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   iH: () => (/* binding */ boundaryOf)
/* harmony export */ });
/* unused harmony exports namedPaths, doorPaths, assertWithin */
/* harmony import */ var node_fs__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(3024);
/* harmony import */ var node_path__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(6760);
/* harmony import */ var _adapters_files_boundary_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(968);
/* harmony import */ var _domain_error_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(9342);
/* harmony import */ var _domain_territory_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(7030);
/* harmony import */ var _config_file_js__WEBPACK_IMPORTED_MODULE_5__ = __webpack_require__(5827);
/* harmony import */ var _inputs_table_js__WEBPACK_IMPORTED_MODULE_6__ = __webpack_require__(8775);







/** The texts of a value that name files, by the table's own word. */
function pathsIn(kind, value) {
    if (value === undefined || value === null)
        return [];
    if (kind.type === 'text')
        return kind.names === undefined ? [] : [{ text: String(value), sort: kind.names }];
    if (kind.type === 'list')
        return value.flatMap((one) => pathsIn(kind.of, one));
    if (kind.type === 'map')
        return Object.values(value).flatMap((one) => pathsIn(kind.of, one));
    if (kind.type !== 'record')
        return [];
    const record = value;
    return Object.entries(kind.fields).flatMap(([name, field]) => pathsIn(field.kind, record[name]));
}
/** The part of a pattern that is a folder for sure. */
const beforePattern = (written) => written.replace(/[^/]*[*?[\]{}].*$/, '') || '.';
function optionValue(spec, property) {
    return property.reduce((here, step) => here[step], spec);
}
/** Every path that the options name. What a person calls the machine's own is theirs to choose. */
function namedPaths({ spec, folder, given }) {
    return _inputs_table_js__WEBPACK_IMPORTED_MODULE_6__/* .optionTable */ .sX.flatMap(({ name, kind, property }) => {
        const by = Object.hasOwn(given, name) ? 'person' : 'config';
        // A kubeconfig is looked for where the process runs, all else in the folder.
        const base = name === 'cluster-kubeconfig' ? '.' : folder;
        return pathsIn(kind, optionValue(spec, property))
            .filter(({ text, sort }) => text !== '-' && (sort === 'path' || by === 'config'))
            .map(({ text }) => ({
            option: name,
            written: text,
            place: (0,_adapters_files_boundary_js__WEBPACK_IMPORTED_MODULE_2__/* .realPlace */ .o)(node_path__WEBPACK_IMPORTED_MODULE_1__.resolve(base, beforePattern(text))),
            by,
        }));
    });
}
/** The folder of the service and its configuration, as a step names them; the usual one may be a link, too. */
function doorPaths({ folder, config }) {
    const usual = configNames.map((name) => path.join(folder, name)).filter((file) => existsSync(file));
    const configs = config === ''
        ? usual.map((file) => ({ option: 'config', written: file, place: realPlace(file), by: 'config' }))
        : [{ option: 'config', written: config, place: realPlace(config), by: 'person' }];
    return [{ option: 'folder', written: folder, place: realPlace(folder), by: 'person' }, ...configs];
}
const hint = 'Put the file into the checkout, or name it with an input or a flag where that is meant.';
/** Throws `INPUT_INVALID` with every path that leads out, links followed; nothing of them has been read then. */
function assertWithin(named, territory) {
    const problems = (0,_domain_territory_js__WEBPACK_IMPORTED_MODULE_4__/* .trespasses */ .o)(named, territory);
    if (problems.length > 0)
        throw (0,_domain_error_js__WEBPACK_IMPORTED_MODULE_3__/* .invalidInput */ .aY)(problems, hint);
}
/** The same, and what may then be read of the service: the checkout, and what a person named. */
function boundaryOf(asking, territory) {
    const named = namedPaths(asking);
    assertWithin(named, territory);
    return (0,_adapters_files_boundary_js__WEBPACK_IMPORTED_MODULE_2__/* .boundaryAround */ .A)([...territory.config, ...named.flatMap(({ by, place }) => (by === 'person' ? [place] : []))]);
}


/***/ }),

/***/ 3648:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   FP: () => (/* binding */ lintSpec),
/* harmony export */   N6: () => (/* binding */ namespaceOf),
/* harmony export */   hg: () => (/* binding */ deploySpec),
/* harmony export */   vA: () => (/* binding */ provisionSpec)
/* harmony export */ });
/* harmony import */ var node_fs__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(3024);
/* harmony import */ var node_path__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(6760);
/* harmony import */ var _domain_error_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(9342);
/* harmony import */ var _stages_lint_policy_baseline_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(9717);
/* harmony import */ var _clocks_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(5737);
/* harmony import */ var _lint_policy_js__WEBPACK_IMPORTED_MODULE_5__ = __webpack_require__(410);
/* harmony import */ var _manifest_folders_js__WEBPACK_IMPORTED_MODULE_6__ = __webpack_require__(2279);







/** Newest Kubernetes whose schemas judge when no version is named. */
const newestKubernetes = '1.34';
/** Fingerprints of a file that an earlier run, or a person, wrote; a report without findings names none. */
function knownFindings(file) {
    try {
        const text = (0,node_fs__WEBPACK_IMPORTED_MODULE_0__.readFileSync)(file, 'utf8');
        JSON.parse(text);
        return (0,_stages_lint_policy_baseline_js__WEBPACK_IMPORTED_MODULE_3__/* .fingerprintsIn */ .p)(text);
    }
    catch (error) {
        // The words of the parser hold words of the file, which need not be a report at all.
        const why = error instanceof SyntaxError ? 'it is no JSON' : error.message;
        throw (0,_domain_error_js__WEBPACK_IMPORTED_MODULE_2__/* .invalidInput */ .aY)([`${file} is no report: ${why}`], 'Give `lint.known` a report in JSON or SARIF, or take it out.');
    }
}
/** Overlays, and sets of Helm values; each overlay with each set where both are given. */
function variantsOf(spec, folder) {
    const { overlays, helmValues } = spec.lint;
    const sets = Object.entries(helmValues);
    if (overlays.length === 0 && sets.length === 0)
        return {};
    const places = overlays.length > 0 ? overlays.map((one) => [one]) : [spec.manifests];
    const variants = places.flatMap((place) => (sets.length > 0 ? sets : [['', []]]).map(([set, files]) => ({
        name: [...(overlays.length > 0 ? place : []), ...(set === '' ? [] : [`values ${set}`])].join(', '),
        paths: (0,_manifest_folders_js__WEBPACK_IMPORTED_MODULE_6__/* .manifestPaths */ .U)(folder, place),
        values: files.map((file) => node_path__WEBPACK_IMPORTED_MODULE_1__.resolve(folder, file)),
    })));
    return { variants };
}
function lintSpec(spec, folder, namespace) {
    const { kubernetesVersions, profile, rules, ignore, locked, base, custom, external, exposure, known, failOn, definitions, } = spec.lint;
    const own = spec.cluster.kubernetesVersion;
    const secrets = [...new Set(spec.deploy.secrets.map(({ name }) => name))];
    return {
        paths: (0,_manifest_folders_js__WEBPACK_IMPORTED_MODULE_6__/* .manifestPaths */ .U)(folder, spec.lint.overlays.length > 0 ? spec.lint.overlays.slice(0, 1) : spec.manifests),
        namespace,
        kubernetesVersions: kubernetesVersions.length > 0 ? kubernetesVersions : [own ?? newestKubernetes],
        external: [...secrets.map((name) => ({ kind: 'Secret', name })), ...external],
        ...(exposure === undefined ? {} : { exposure: (0,_lint_policy_js__WEBPACK_IMPORTED_MODULE_5__/* .exposureOf */ .Xl)(exposure) }),
        profile,
        rules,
        ignores: ignore,
        locked,
        custom,
        failOn,
        definitions: definitions.map((one) => node_path__WEBPACK_IMPORTED_MODULE_1__.resolve(folder, one)),
        ...variantsOf(spec, folder),
        ...(known === undefined ? {} : { known: knownFindings(node_path__WEBPACK_IMPORTED_MODULE_1__.resolve(folder, known)) }),
        ...(base === undefined ? {} : { base: { paths: (0,_manifest_folders_js__WEBPACK_IMPORTED_MODULE_6__/* .manifestPaths */ .U)(node_path__WEBPACK_IMPORTED_MODULE_1__.resolve(folder, base), spec.manifests) } }),
    };
}
/** As given, else the one that the manifests name, else one called after the service. */
function namespaceOf({ namespace, service }, facts, folder) {
    return namespace ?? facts.namespace ?? service ?? facts.workloads[0] ?? node_path__WEBPACK_IMPORTED_MODULE_1__.basename(node_path__WEBPACK_IMPORTED_MODULE_1__.resolve(folder));
}
function provisionSpec(spec, run, scratch, facts, kindConfig) {
    const { cluster, deploy, redis, load } = spec;
    const quick = cluster.quickClocks && !cluster.strict;
    const replaced = facts.images.map((image) => deploy.images[image] ?? image);
    return {
        name: cluster.name ?? run,
        kubeconfig: node_path__WEBPACK_IMPORTED_MODULE_1__.join(scratch, 'kubeconfig'),
        nodes: cluster.nodes,
        nodeImage: cluster.nodeImage,
        kubernetesVersion: cluster.kubernetesVersion,
        hostPort: cluster.hostPort,
        clocks: quick ? _clocks_js__WEBPACK_IMPORTED_MODULE_4__/* .quickClocks */ .Zf : undefined,
        config: kindConfig,
        images: [
            ...new Set([
                ...(cluster.images.length > 0 ? cluster.images : replaced),
                ...Object.values(load.baselineImages),
                ...(redis.mode === 'create' ? [redis.image] : []),
                ...(redis.mode === 'off' ? [] : [redis.probeImage]),
            ]),
        ],
        addOns: {
            metricResolutionSeconds: quick ? _clocks_js__WEBPACK_IMPORTED_MODULE_4__/* .quickClocks */ .Zf.metricResolutionSeconds : _clocks_js__WEBPACK_IMPORTED_MODULE_4__/* .usualMetricResolutionSeconds */ .m4,
            ingressClasses: facts.ingressClasses,
            images: _clocks_js__WEBPACK_IMPORTED_MODULE_4__/* .addOnImages */ .Lw,
        },
        timeoutSeconds: cluster.timeoutSeconds,
    };
}
function deploySpec(spec, lint, facts, cluster, namespace) {
    const { deploy } = spec;
    return {
        cluster,
        namespace,
        manifests: lint.manifests,
        images: deploy.images,
        loadedImages: cluster.ephemeral ? facts.images.map((image) => deploy.images[image] ?? image) : [],
        downscaleWindowSeconds: cluster.clocks?.downscaleStabilizationSeconds,
        probe: { host: deploy.host ?? facts.ingressHost, path: deploy.path, status: deploy.expectStatus },
        internal: deploy.internal,
        timeoutSeconds: deploy.timeoutSeconds,
    };
}


/***/ }),

/***/ 5458:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   bj: () => (/* binding */ shellTerritory)
/* harmony export */ });
/* unused harmony exports workflowTerritory, checkoutOf */
/* harmony import */ var node_fs__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(3024);
/* harmony import */ var node_path__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(6760);
/* harmony import */ var _adapters_files_boundary_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(968);
/* harmony import */ var _domain_territory_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(7030);




const known = (...folders) => folders.flatMap((folder) => (folder === undefined || folder === '' ? [] : [realPlace(folder)]));
/**
 * In a workflow: the workspace. The author of the workflow may also name what other steps put into the runner's own
 * folder; a file of the checkout may not, since credentials lie there, too.
 */
function workflowTerritory({ GITHUB_WORKSPACE: workspace, RUNNER_TEMP: temp }) {
    const config = known(workspace || process.cwd());
    return { config, person: [...config, ...known(temp)] };
}
/** The repository that holds a folder, else the working directory where that is above it, else the folder itself. */
function checkoutOf(folder) {
    const start = (0,_adapters_files_boundary_js__WEBPACK_IMPORTED_MODULE_2__/* .realPlace */ .o)(folder);
    for (let here = start;; here = node_path__WEBPACK_IMPORTED_MODULE_1__.dirname(here)) {
        if ((0,node_fs__WEBPACK_IMPORTED_MODULE_0__.existsSync)(node_path__WEBPACK_IMPORTED_MODULE_1__.join(here, '.git')))
            return here;
        if (node_path__WEBPACK_IMPORTED_MODULE_1__.dirname(here) === here)
            break;
    }
    const current = (0,_adapters_files_boundary_js__WEBPACK_IMPORTED_MODULE_2__/* .realPlace */ .o)('.');
    return (0,_domain_territory_js__WEBPACK_IMPORTED_MODULE_3__/* .isWithin */ .U)([current], start) ? current : start;
}
/** At a shell: what the configuration names has to be in the checkout; what a person types may be anywhere. */
function shellTerritory(folder) {
    return { config: [checkoutOf(folder)], person: 'anywhere' };
}


/***/ }),

/***/ 7136:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   T: () => (/* binding */ packageVersion)
/* harmony export */ });
/** Version of the package; a test holds it against package.json. */
const packageVersion = '0.1.0';


/***/ }),

/***/ 9491:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   Tw: () => (/* binding */ expressionProblems),
/* harmony export */   Yo: () => (/* binding */ hasExpressions)
/* harmony export */ });
/* unused harmony exports escaped, seen, ExpressionJudge */
/* harmony import */ var _validation_faults_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(2387);
/* harmony import */ var _validation_values_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(1624);


const reserved = new Set('true false null in as break const continue else for function if import let loop package namespace return var void while'.split(' '));
/** The name by which an expression calls a property. apiserver/schema/cel/model, `Escape`. */
function escaped(name) {
    if (reserved.has(name))
        return `__${name}__`;
    return name
        .replaceAll('__', '__underscores__')
        .replaceAll('.', '__dot__')
        .replaceAll('-', '__dash__')
        .replaceAll('/', '__slash__');
}
/** A value as expressions see it: whole numbers of the type integer are `int`, those of the type number `double`. */
function seen(value, schema) {
    if (typeof value === 'number')
        return Number.isSafeInteger(value) && (0,_validation_values_js__WEBPACK_IMPORTED_MODULE_0__/* .text */ .Qq)(schema, 'type') !== 'number' ? BigInt(value) : value;
    if (Array.isArray(value))
        return value.map((item) => seen(item, (0,_validation_values_js__WEBPACK_IMPORTED_MODULE_0__/* .child */ .jf)(schema, 'items')));
    const object = (0,_validation_values_js__WEBPACK_IMPORTED_MODULE_0__/* .objectOf */ .Xy)(value ?? null);
    if (object === undefined)
        return value;
    const [properties, more] = [(0,_validation_values_js__WEBPACK_IMPORTED_MODULE_0__/* .child */ .jf)(schema, 'properties'), (0,_validation_values_js__WEBPACK_IMPORTED_MODULE_0__/* .child */ .jf)(schema, 'additionalProperties')];
    return Object.fromEntries(Object.entries(object).flatMap(([name, one]) => {
        if (one === undefined)
            return [];
        const own = (0,_validation_values_js__WEBPACK_IMPORTED_MODULE_0__/* .child */ .jf)(properties, name);
        return [[own === undefined ? name : escaped(name), seen(one, own ?? more)]];
    }));
}
const reasons = {
    FieldValueRequired: (faults, at, why) => faults.required(at, why),
    FieldValueForbidden: (faults, at, why) => faults.forbidden(at, why),
    FieldValueDuplicate: (faults, at, _, value) => faults.duplicate(at, value),
    FieldValueInvalid: (faults, at, why, value) => faults.invalid(at, value, why),
};
/** The rules of a schema over a value that its types fit. k8s.io/apiextensions-apiserver, pkg/apiserver/schema/cel. */
class ExpressionJudge {
    faults = new _validation_faults_js__WEBPACK_IMPORTED_MODULE_1__/* .Faults */ .C();
    /** Rules that could not be evaluated, each said once. */
    unknown = new Map();
    #evaluate;
    constructor(evaluate) {
        this.#evaluate = evaluate;
    }
    judge(value, schema, at) {
        if (value === null)
            return;
        for (const rule of (0,_validation_values_js__WEBPACK_IMPORTED_MODULE_0__/* .structs */ .vz)(schema, 'x-kubernetes-validations'))
            this.#rule(rule, value, schema, at);
        if (Array.isArray(value)) {
            const items = (0,_validation_values_js__WEBPACK_IMPORTED_MODULE_0__/* .child */ .jf)(schema, 'items');
            if (items !== undefined)
                for (const [index, item] of value.entries())
                    this.judge(item, items, at.item(index));
            return;
        }
        const object = (0,_validation_values_js__WEBPACK_IMPORTED_MODULE_0__/* .objectOf */ .Xy)(value);
        const [properties, more] = [(0,_validation_values_js__WEBPACK_IMPORTED_MODULE_0__/* .child */ .jf)(schema, 'properties'), (0,_validation_values_js__WEBPACK_IMPORTED_MODULE_0__/* .child */ .jf)(schema, 'additionalProperties')];
        for (const [name, one] of (0,_validation_values_js__WEBPACK_IMPORTED_MODULE_0__/* .entries */ .jO)({ object: object ?? null }, 'object')) {
            const own = (0,_validation_values_js__WEBPACK_IMPORTED_MODULE_0__/* .child */ .jf)(properties, name);
            if (own !== undefined)
                this.judge(one, own, at.in(name));
            else if (more !== undefined)
                this.judge(one, more, at.key(name));
        }
    }
    #rule(rule, value, schema, at) {
        const expression = (0,_validation_values_js__WEBPACK_IMPORTED_MODULE_0__/* .text */ .Qq)(rule, 'rule');
        // What compares with the object before the change says nothing of one that is new.
        if (/\boldSelf\b/.test(expression) && (0,_validation_values_js__WEBPACK_IMPORTED_MODULE_0__/* .flag */ .Jt)(rule, 'optionalOldSelf') !== true)
            return;
        const self = seen(value, schema);
        const outcome = this.#evaluate(expression, self);
        if (outcome.kind === 'unknown')
            this.#note(expression, at, outcome.message);
        else if (outcome.kind === 'error')
            this.#fail(rule, value, at, `${outcome.message}, evaluating rule: ${expression}`);
        else if (outcome.value !== true)
            this.#fail(rule, value, at, this.#message(rule, self));
    }
    #message(rule, self) {
        const said = (0,_validation_values_js__WEBPACK_IMPORTED_MODULE_0__/* .optional */ .lq)(rule, 'messageExpression');
        const outcome = said === undefined ? undefined : this.#evaluate(said, self);
        if (outcome?.kind === 'value' && typeof outcome.value === 'string' && outcome.value.trim() !== '')
            return outcome.value.trim();
        return (0,_validation_values_js__WEBPACK_IMPORTED_MODULE_0__/* .text */ .Qq)(rule, 'message').trim() || `failed rule: ${(0,_validation_values_js__WEBPACK_IMPORTED_MODULE_0__/* .text */ .Qq)(rule, 'rule').trim()}`;
    }
    #fail(rule, value, at, why) {
        const reason = (0,_validation_values_js__WEBPACK_IMPORTED_MODULE_0__/* .text */ .Qq)(rule, 'reason');
        const place = ((0,_validation_values_js__WEBPACK_IMPORTED_MODULE_0__/* .text */ .Qq)(rule, 'fieldPath').match(/\.[A-Za-z_]\w*|\['[^']*'\]/g) ?? []).reduce((here, step) => here.in(step.startsWith('.') ? step.slice(1) : step.slice(2, -2)), at);
        (reasons[reason] ?? reasons.FieldValueInvalid)(this.faults, place, why, value);
    }
    #note(expression, { field, path }, why) {
        this.unknown.set(expression, {
            stage: 'validate',
            type: 'Unevaluated',
            field,
            path,
            message: `a rule of its definition could not be evaluated here, \`${expression.slice(0, 120)}\`: ${why}`,
            remediation: 'Nothing; the API server evaluates it.',
        });
    }
}
/** After faults of these types the server looks at no expressions. */
const blocking = [
    'FieldValueRequired',
    'FieldValueTypeInvalid',
    'FieldValueTooLong',
    'FieldValueTooMany',
    'FieldValueNotFound',
];
function expressionProblems(value, schema, before, at, evaluate) {
    if (before.some(({ type }) => blocking.includes(type)))
        return [];
    const judge = new ExpressionJudge(evaluate);
    judge.judge(value, schema, at);
    return [...judge.faults.problems, ...judge.unknown.values()];
}
/** Whether any version of a definition has expressions, so that their language is needed. */
function hasExpressions(definition) {
    if (typeof definition !== 'object' || definition === null)
        return false;
    if (Array.isArray(definition))
        return definition.some(hasExpressions);
    return Object.entries(definition).some(([name, value]) => name === 'x-kubernetes-validations' || hasExpressions(value));
}


/***/ }),

/***/ 2973:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  h4: () => (/* binding */ diagnose),
  qR: () => (/* binding */ diagnoseText)
});

// UNUSED EXPORTS: describeObject, fingerprint, stablePath

// EXTERNAL MODULE: ./lib/domain/digest.js
var digest = __webpack_require__(2002);
// EXTERNAL MODULE: ./lib/manifests/late-diagnostic.js
var late_diagnostic = __webpack_require__(5366);
;// CONCATENATED MODULE: ./lib/manifests/mending/edit.js
/** A scalar as people write numbers and booleans: nothing in it that quotes would give a meaning. */
const plain = /^[\w.+-]+$/;
const quotedScalar = /^(["'])(-?\d+|true|false)\1$/;
function parentOf(value, path) {
    let here = value;
    for (const step of path.slice(0, -1)) {
        if (typeof here !== 'object' || here === null)
            return undefined;
        here = here[step];
    }
    return typeof here === 'object' && here !== null && !Array.isArray(here) ? here : undefined;
}
/** `key`, `"key"` or `'key'` with another name in it; undefined for what is written in any other way. */
function renamed(written, from, to) {
    if (written === from)
        return to;
    return written === `"${from}"` || written === `'${from}'` ? written.replace(from, () => to) : undefined;
}
function replaced(manifest, path, what, to) {
    const written = manifest.written?.(path, what);
    const text = written === undefined ? undefined : to(written);
    return text === undefined ? undefined : { at: manifest.locate(path, what), text };
}
/** Before the key: on a line of its own at the same column, or in the braces that it is in. */
function inserted(manifest, path, before, value) {
    const parent = path.slice(0, -1);
    const braces = manifest.written?.(parent, 'value');
    if (braces === undefined || braces.startsWith('*') || parentOf(manifest.value, path)?.[before] === undefined)
        return undefined;
    const key = manifest.locate([...parent, before], 'key');
    const newline = braces.includes('\r\n') ? '\r\n' : '\n';
    const tail = braces.startsWith('{') ? ', ' : `${newline}${' '.repeat(key.start.column - 1)}`;
    return { at: { ...key, end: key.start }, text: `${String(path.at(-1))}: ${value}${tail}` };
}
function editOf(manifest, path, mending) {
    const key = String(path.at(-1));
    switch (mending.action) {
        case 'rename':
            if (parentOf(manifest.value, path)?.[mending.to] !== undefined)
                return undefined;
            return replaced(manifest, path, 'key', (written) => renamed(written, key, mending.to));
        case 'quote':
            return replaced(manifest, path, 'value', (written) => (plain.test(written) ? `"${written}"` : undefined));
        case 'unquote':
            return replaced(manifest, path, 'value', (written) => quotedScalar.exec(written)?.[2]);
        case 'replace':
            return replaced(manifest, path, 'value', (written) => renamed(written, mending.from, mending.to));
        default:
            return inserted(manifest, path, mending.before, mending.value);
    }
}
const descriptions = {
    rename: 'Write the name of the field that was meant.',
    quote: 'Put the text into quotes.',
    unquote: 'Take the quotes off.',
    replace: 'Name the version that is served.',
    insert: 'Say what the older API took for granted.',
};
/** The edit of the text, or undefined where it is written in a way that can not be changed without risk. */
function fixOf(manifest, path, mending) {
    const edit = editOf(manifest, path, mending);
    return edit && { description: descriptions[mending.action], edits: [edit] };
}

;// CONCATENATED MODULE: ./lib/manifests/requirement.js
const byKind = {
    Service: 'routing',
    Ingress: 'routing',
    IngressClass: 'routing',
    Endpoints: 'routing',
    EndpointSlice: 'routing',
    Gateway: 'routing',
    HTTPRoute: 'routing',
    GRPCRoute: 'routing',
    TCPRoute: 'routing',
    TLSRoute: 'routing',
    HorizontalPodAutoscaler: 'autoscaling',
    ScaledObject: 'autoscaling',
    VerticalPodAutoscaler: 'autoscaling',
    PodDisruptionBudget: 'horizontal-scaling',
    ReplicaSet: 'horizontal-scaling',
    ReplicationController: 'horizontal-scaling',
    NetworkPolicy: 'exposure',
    Role: 'exposure',
    RoleBinding: 'exposure',
    ClusterRole: 'exposure',
    ClusterRoleBinding: 'exposure',
    ConfigMap: 'configuration',
    Secret: 'configuration',
    ServiceAccount: 'configuration',
};
/** Which of the six requirements a fault of an object of some kind touches. */
function requirementOf(kind) {
    return Object.hasOwn(byKind, kind) ? (byKind[kind] ?? 'containers') : 'containers';
}

;// CONCATENATED MODULE: ./lib/manifests/diagnosis.js




/** `Kind/namespace/name`, as diagnostics name an object. */
function describeObject({ kind, namespace, name }) {
    return namespace === undefined ? `${kind}/${name}` : `${kind}/${namespace}/${name}`;
}
function nameOf(item) {
    if (typeof item !== 'object' || item === null || Array.isArray(item))
        return undefined;
    const { name } = item;
    return typeof name === 'string' ? name : undefined;
}
/** A path with names in place of list indexes, so that it survives reordering. */
function stablePath(value, path) {
    let here = value;
    const steps = [];
    for (const step of path) {
        if (Array.isArray(here) && typeof step === 'number') {
            here = here[step];
            steps.push(`[${nameOf(here) ?? step}]`);
        }
        else {
            here = typeof here === 'object' && here !== null ? here[step] : undefined;
            steps.push(String(step));
        }
    }
    return steps.join('.');
}
/** Hash of rule, object and path: the same finding after its lines moved. */
function fingerprint(rule, object, path) {
    return (0,digest/* sha256 */.s)(`${rule}\n${object}\n${path}`).slice(0, 16);
}
function diagnose(manifest, finding) {
    const object = describeObject(manifest);
    const fix = finding.mending && fixOf(manifest, finding.path, finding.mending);
    const parts = {
        rule: finding.rule,
        severity: finding.severity,
        requirement: requirementOf(manifest.kind),
        message: finding.message,
        remediation: finding.remediation,
        at: manifest.locate(finding.path, finding.what),
        object,
        related: [],
        ...(fix ? { fix } : {}),
    };
    return new late_diagnostic/* LateDiagnostic */.I(parts, () => fingerprint(finding.rule, object, stablePath(manifest.value, finding.path)));
}
/** A finding about a stretch of a file that is no object. */
function diagnoseText(rule, at, message, remediation, about) {
    return {
        rule,
        severity: 'error',
        requirement: 'containers',
        message,
        remediation,
        at,
        object: at.file,
        related: [],
        fingerprint: fingerprint(rule, at.file, about),
    };
}


/***/ }),

/***/ 9199:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   DD: () => (/* binding */ asList),
/* harmony export */   Dc: () => (/* binding */ member),
/* harmony export */   P7: () => (/* binding */ asStrings),
/* harmony export */   e1: () => (/* binding */ asText),
/* harmony export */   eB: () => (/* binding */ asObject),
/* harmony export */   i: () => (/* binding */ asNumber),
/* harmony export */   oJ: () => (/* binding */ asString),
/* harmony export */   rO: () => (/* binding */ dig)
/* harmony export */ });
/** Manifests are foreign: each reading says what it wants, and gets nothing where the manifest has something else. */
function asObject(value) {
    return typeof value === 'object' && value !== null && !Array.isArray(value) ? value : undefined;
}
function asList(value) {
    return Array.isArray(value) ? value : [];
}
function asString(value) {
    return typeof value === 'string' ? value : undefined;
}
function asNumber(value) {
    return typeof value === 'number' ? value : undefined;
}
/**
 * What was written, for a message or to compare with: a scalar as a string, a collection as JSON. Not `String(\u2026)`, which
 * throws where a mapping stands in place of a scalar.
 */
function asText(value) {
    return typeof value === 'object' && value !== null ? JSON.stringify(value) : String(value);
}
/** A member that the object itself holds; `constructor` and its kind are names like any other in a ConfigMap. */
function member(value, key) {
    if (typeof value !== 'object' || value === null)
        return undefined;
    const found = value[key];
    return found === undefined || Object.hasOwn(value, key) ? found : undefined;
}
/** What stands at a path, or undefined. */
function dig(value, ...path) {
    let here = value;
    for (const step of path) {
        if (here === undefined)
            return undefined;
        here = member(here, step);
    }
    return here;
}
/** The string members of an object: labels, annotations, node selectors. */
function asStrings(value) {
    const strings = new Map();
    for (const [key, one] of Object.entries(asObject(value) ?? {}))
        if (typeof one === 'string')
            strings.set(key, one);
    return strings;
}


/***/ }),

/***/ 1031:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   F: () => (/* binding */ groupOf),
/* harmony export */   I: () => (/* binding */ kindOf)
/* harmony export */ });
/** Groups in which a kind is Kubernetes' own: a `Service` of serving.knative.dev is another thing. */
const homes = {
    Pod: [''],
    Service: [''],
    ConfigMap: [''],
    Secret: [''],
    Namespace: [''],
    ServiceAccount: [''],
    PersistentVolumeClaim: [''],
    PersistentVolume: [''],
    LimitRange: [''],
    ResourceQuota: [''],
    Endpoints: [''],
    ReplicationController: [''],
    Deployment: ['apps', 'extensions'],
    StatefulSet: ['apps'],
    DaemonSet: ['apps', 'extensions'],
    ReplicaSet: ['apps', 'extensions'],
    Job: ['batch'],
    CronJob: ['batch'],
    Ingress: ['networking.k8s.io', 'extensions'],
    IngressClass: ['networking.k8s.io'],
    NetworkPolicy: ['networking.k8s.io', 'extensions'],
    EndpointSlice: ['discovery.k8s.io'],
    PodDisruptionBudget: ['policy'],
    HorizontalPodAutoscaler: ['autoscaling'],
    VerticalPodAutoscaler: ['autoscaling.k8s.io'],
    ScaledObject: ['keda.sh'],
    Gateway: ['gateway.networking.k8s.io'],
    GatewayClass: ['gateway.networking.k8s.io'],
    HTTPRoute: ['gateway.networking.k8s.io'],
    GRPCRoute: ['gateway.networking.k8s.io'],
    TCPRoute: ['gateway.networking.k8s.io'],
    TLSRoute: ['gateway.networking.k8s.io'],
    ReferenceGrant: ['gateway.networking.k8s.io'],
    StorageClass: ['storage.k8s.io'],
    PriorityClass: ['scheduling.k8s.io'],
    Role: ['rbac.authorization.k8s.io'],
    ClusterRole: ['rbac.authorization.k8s.io'],
    RoleBinding: ['rbac.authorization.k8s.io'],
    ClusterRoleBinding: ['rbac.authorization.k8s.io'],
    CustomResourceDefinition: ['apiextensions.k8s.io'],
};
function groupOf(apiVersion) {
    const slash = apiVersion.indexOf('/');
    return slash < 0 ? '' : apiVersion.slice(0, slash);
}
/** `Deployment` for the kinds above in their own group, `Kind.group` for every other; the group without a name is `core`. */
function kindOf(apiVersion, kind) {
    const group = groupOf(apiVersion);
    const home = homes[kind];
    if (home === undefined)
        return group === '' ? kind : `${kind}.${group}`;
    return home.includes(group) ? kind : `${kind}.${group || 'core'}`;
}


/***/ }),

/***/ 3744:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   Io: () => (/* binding */ distance),
/* harmony export */   au: () => (/* binding */ didYouMean),
/* harmony export */   fS: () => (/* binding */ Names),
/* harmony export */   pA: () => (/* binding */ nearest)
/* harmony export */ });
/**
 * Edits between two names: insert, delete, replace, and swap of neighbours, each 1 (optimal string alignment); or some
 * number that is no less than `enough`, where there are so many.
 */
function distance(a, b, enough = Number.POSITIVE_INFINITY) {
    let [before, previous, current] = [[], [], []];
    for (let column = 0; column <= b.length; column++)
        previous.push(column);
    let leastBefore = 0;
    for (let row = 1; row <= a.length; row++) {
        const code = a.charCodeAt(row - 1);
        const codeBefore = a.charCodeAt(row - 2);
        current[0] = row;
        let [left, corner, least] = [row, row - 1, row];
        for (let column = 1; column <= b.length; column++) {
            const other = b.charCodeAt(column - 1);
            const above = previous[column] ?? 0;
            let best = code === other ? corner : corner + 1;
            if (above + 1 < best)
                best = above + 1;
            if (left + 1 < best)
                best = left + 1;
            if (column > 1 && row > 1 && codeBefore === other && code === b.charCodeAt(column - 2))
                best = Math.min(best, (before[column - 2] ?? 0) + 1);
            current[column] = left = best;
            corner = above;
            if (best < least)
                least = best;
        }
        // Rows never fall below the least of the two before them.
        if (least >= enough && leastBefore >= enough)
            return least;
        leastBefore = least;
        [before, previous, current] = [previous, current, before];
    }
    return previous[b.length] ?? 0;
}
const letters = (name) => name.toLowerCase().replaceAll(/\d+/g, '0');
/** Edits up to which another name is near. */
const mostEdits = (name) => Math.min(3, Math.max(1, Math.floor(name.length / 4)));
/** The candidate that was probably meant: few of its letters differ. `web-1` and `web-2` are two names, not a mistake. */
function nearest(name, candidates) {
    let best;
    if (name.length < 3 || name.length > 253)
        return undefined;
    let least = mostEdits(name) + 1;
    for (const candidate of candidates) {
        if (candidate === name || Math.abs(candidate.length - name.length) >= least)
            continue;
        const isSame = candidate.toLowerCase() === name.toLowerCase();
        const edits = isSame ? 0 : distance(name, candidate, least);
        if (edits >= least || (!isSame && letters(candidate) === letters(name)))
            continue;
        [best, least] = [candidate, edits];
    }
    return best;
}
/** Below so many candidates there is no need of an index. */
const few = 64;
/** Comparisons that one set of names makes: in sets where so many are alike, no name says what was meant. */
const mostComparisons = 200_000;
/** Names that one set of names looks at in all: nobody reads the answers to ten thousand missing names. */
const mostLooks = 20_000_000;
/** The characters of a name, each as one of 32 bits: with each edit two bits change at most. */
function bitsOf(name) {
    let bits = 0;
    for (let at = 0; at < name.length; at++)
        bits |= 1 << (name.charCodeAt(at) & 31);
    return bits;
}
/** In pairs, then in fours, then in eights at once: it is asked of each name for each name. */
function countBits(bits) {
    const pairs = bits - ((bits >>> 1) & 0x55555555);
    const fours = (pairs & 0x33333333) + ((pairs >>> 2) & 0x33333333);
    return Math.imul((fours + (fours >>> 4)) & 0x0f0f0f0f, 0x01010101) >>> 24;
}
function indexed(names) {
    const byLowerCase = new Map();
    for (const name of new Set(names)) {
        const list = byLowerCase.get(name.toLowerCase());
        if (list === undefined)
            byLowerCase.set(name.toLowerCase(), [name]);
        else if (list.length < 2)
            list.push(name);
    }
    const lengths = Uint32Array.from(names, ({ length }) => length);
    return { lengths, bits: Int32Array.from(names, bitsOf), letters: names.map(letters), byLowerCase };
}
/** Names that many others are looked for among. It answers as `nearest` does. */
class Names {
    list;
    #set;
    #indexed;
    #left = mostComparisons;
    #looks = mostLooks;
    constructor(names) {
        this.list = [...names];
    }
    has(name) {
        this.#set ??= new Set(this.list);
        return this.#set.has(name);
    }
    nearest(name) {
        if (this.list.length < few)
            return nearest(name, this.list);
        if (name.length < 3 || name.length > 253)
            return undefined;
        this.#indexed ??= indexed(this.list);
        const same = this.#indexed.byLowerCase.get(name.toLowerCase())?.find((one) => one !== name);
        return same ?? this.#alike(name, this.#indexed);
    }
    #alike(name, { lengths, bits, letters: all }) {
        const [own, ownBits, { length }] = [letters(name), bitsOf(name), name];
        let [best, least] = [undefined, mostEdits(name) + 1];
        this.#looks -= lengths.length;
        for (let at = 0; at < lengths.length && this.#looks > 0; at++) {
            const longer = lengths[at] - length;
            if (longer >= least || -longer >= least)
                continue;
            if (countBits(bits[at] ^ ownBits) > 2 * (least - 1) || all[at] === own)
                continue;
            if (this.#left-- <= 0)
                break;
            const candidate = this.list[at] ?? '';
            const edits = distance(name, candidate, least);
            if (edits < least)
                [best, least] = [candidate, edits];
            if (least <= 1)
                break;
        }
        return best;
    }
}
/** ` (did you mean "web"?)`, or nothing. */
function didYouMean(name, candidates) {
    const candidate = candidates instanceof Names ? candidates.nearest(name) : nearest(name, candidates);
    return candidate === undefined ? '' : ` (did you mean "${candidate}"?)`;
}


/***/ }),

/***/ 1520:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   Y0: () => (/* binding */ plainSelector),
/* harmony export */   ko: () => (/* binding */ selects),
/* harmony export */   r5: () => (/* binding */ describeSelector),
/* harmony export */   wb: () => (/* binding */ labelSelector)
/* harmony export */ });
/* harmony import */ var _json_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(9199);

const operators = ['In', 'NotIn', 'Exists', 'DoesNotExist'];
/** The form with `matchLabels` and `matchExpressions`; undefined where there is none, which selects nothing. */
function labelSelector(value) {
    const object = (0,_json_js__WEBPACK_IMPORTED_MODULE_0__/* .asObject */ .eB)(value);
    if (!object)
        return undefined;
    const requirements = (0,_json_js__WEBPACK_IMPORTED_MODULE_0__/* .asList */ .DD)(object['matchExpressions']).flatMap((one) => {
        const { key, operator, values } = (0,_json_js__WEBPACK_IMPORTED_MODULE_0__/* .asObject */ .eB)(one) ?? {};
        if (typeof key !== 'string' || typeof operator !== 'string' || !operators.includes(operator))
            return [];
        const strings = (0,_json_js__WEBPACK_IMPORTED_MODULE_0__/* .asList */ .DD)(values).flatMap((item) => (0,_json_js__WEBPACK_IMPORTED_MODULE_0__/* .asString */ .oJ)(item) ?? []);
        return [{ key, operator: operator, values: new Set(strings) }];
    });
    return { matchLabels: (0,_json_js__WEBPACK_IMPORTED_MODULE_0__/* .asStrings */ .P7)(object['matchLabels']), requirements };
}
/** The plain form of Services and ReplicationControllers. */
function plainSelector(value) {
    const matchLabels = (0,_json_js__WEBPACK_IMPORTED_MODULE_0__/* .asStrings */ .P7)(value);
    return matchLabels.size === 0 ? undefined : { matchLabels, requirements: [] };
}
function meets(labels, { key, operator, values }) {
    const value = labels.get(key);
    if (operator === 'Exists')
        return value !== undefined;
    if (operator === 'DoesNotExist')
        return value === undefined;
    if (operator === 'In')
        return value !== undefined && values.has(value);
    return value === undefined || !values.has(value);
}
function selects(selector, labels) {
    for (const [key, value] of selector.matchLabels)
        if (labels.get(key) !== value)
            return false;
    return selector.requirements.every((requirement) => meets(labels, requirement));
}
/** `app=web,tier in (a,b)`, as kubectl writes it. */
function describeSelector({ matchLabels, requirements }) {
    const parts = [...matchLabels].map(([key, value]) => `${key}=${value}`);
    for (const { key, operator, values } of requirements) {
        if (operator === 'Exists')
            parts.push(key);
        else if (operator === 'DoesNotExist')
            parts.push(`!${key}`);
        else
            parts.push(`${key} ${operator === 'In' ? 'in' : 'notin'} (${[...values].join(',')})`);
    }
    return parts.join(',') || 'everything';
}


/***/ }),

/***/ 5366:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   I: () => (/* binding */ LateDiagnostic)
/* harmony export */ });
/**
 * A diagnostic whose fingerprint is made when somebody asks for it. All share one getter: with a getter of its own, each
 * would have a shape of its own to V8, and ten thousand of them are slow to make and to read.
 */
class LateDiagnostic {
    rule;
    severity;
    requirement;
    message;
    remediation;
    at;
    object;
    related;
    #fingerprint;
    constructor(parts, fingerprint) {
        this.rule = parts.rule;
        this.severity = parts.severity;
        this.requirement = parts.requirement;
        this.message = parts.message;
        this.remediation = parts.remediation;
        this.at = parts.at;
        this.object = parts.object;
        this.related = parts.related;
        this.#fingerprint = fingerprint;
        // Its own and not of the prototype: a copy by `{ ...diagnostic }` has to have it.
        Object.defineProperty(this, 'fingerprint', LateDiagnostic.#late);
        if (parts.fix !== undefined)
            this.fix = parts.fix;
    }
    static #late = {
        enumerable: true,
        get() {
            return this.#fingerprint();
        },
    };
}


/***/ }),

/***/ 6532:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  PX: () => (/* binding */ readManifests)
});

// UNUSED EXPORTS: maxDocuments, maxLength

// EXTERNAL MODULE: ./lib/manifests/diagnosis.js + 2 modules
var diagnosis = __webpack_require__(2973);
;// CONCATENATED MODULE: ./lib/manifests/yaml/characters.js
/** Character classes of YAML 1.1, as go.yaml.in/yaml/v2 (sigs.k8s.io/yaml) tells them apart. Codes are UTF-16 units; -1 is the end. */
const END = -1;
const TAB = 9;
const LF = 10;
const CR = 13;
const SPACE = 32;
const BOM = 0xfeff;
function isBreak(code) {
    return code === LF || code === CR || code === 0x85 || code === 0x2028 || code === 0x2029;
}
function isBlank(code) {
    return code === SPACE || code === TAB;
}
function isBlankOrEnd(code) {
    return code === SPACE || code === LF || code === END || code === TAB || isBreak(code);
}
function isBreakOrEnd(code) {
    return code === END || isBreak(code);
}
function isDigit(code) {
    return code >= 48 && code <= 57;
}
/** Letters, digits, `-` and `_`: what anchors, handles and directive names are made of. */
function isWord(code) {
    return isDigit(code) || (code >= 65 && code <= 90) || (code >= 97 && code <= 122) || code === 95 || code === 45;
}
/** Signs that no plain scalar starts with, save `-`, `?` and `:` before a word. */
const cannotStart = new Set([...'-?:,[]{}#&*!|>\'"%@`'].map((char) => char.charCodeAt(0)));
const hexDigits = /^[0-9a-fA-F]+$/;
function isHex(text) {
    return hexDigits.test(text);
}
/** C0 and C1 controls and lone surrogates, which a YAML stream may not hold. */
const forbidden = /[\0-\x08\x0b\x0c\x0e-\x1f\x7f-\x84\x86-\x9f\ufffe\uffff]|[\ud800-\udbff](?![\udc00-\udfff])|(?<![\ud800-\udbff])[\udc00-\udfff]/;
/** All that `forbidden` finds, and breaks other than a line feed: quick to look for, and absent from nearly every file. */
const unusual = /[\0-\x08\x0b-\x1f\x7f-\x9f\u2028\u2029\ud800-\udfff\ufffe\uffff]/;

;// CONCATENATED MODULE: ./lib/manifests/yaml/block.js

function scanIncrement(cursor, start) {
    if (!isDigit(cursor.peek()))
        return 0;
    if (cursor.peek() === 48)
        throw cursor.fault('found an indentation indicator equal to 0', start);
    return cursor.text.charCodeAt(cursor.at++) - 48;
}
function scanChomping(cursor) {
    const code = cursor.peek();
    if (code !== 43 && code !== 45)
        return '';
    cursor.at++;
    return code === 43 ? '+' : '-';
}
function scanHeader(cursor, start) {
    let chomping = scanChomping(cursor);
    const increment = scanIncrement(cursor, start);
    if (chomping === '' && increment > 0)
        chomping = scanChomping(cursor);
    while (isBlank(cursor.peek()))
        cursor.at++;
    if (cursor.peek() === 35)
        cursor.skipToBreak();
    if (!isBreakOrEnd(cursor.peek()))
        throw cursor.fault('did not find expected comment or line break', start);
    if (isBreak(cursor.peek()))
        cursor.breakLine();
    return { chomping, increment };
}
/** Empty lines, and the indentation of the next line with text; `indent` 0 means that it is still to be found out. */
function scanBreaks(cursor, indent, parent, start) {
    let [deepest, breaks, end] = [0, '', cursor.at];
    for (;;) {
        while ((indent === 0 || cursor.column < indent) && cursor.peek() === SPACE)
            cursor.at++;
        deepest = Math.max(deepest, cursor.column);
        if ((indent === 0 || cursor.column < indent) && cursor.peek() === TAB) {
            throw cursor.fault('found a tab character where an indentation space is expected', start);
        }
        if (!isBreak(cursor.peek()))
            break;
        breaks += cursor.breakLine();
        end = cursor.at;
    }
    return { indent: indent === 0 ? Math.max(deepest, parent + 1, 1) : indent, breaks, end };
}
/**
 * A literal or folded block scalar from its `|` or `>` on.
 * @param parent indentation of the collection that it stands in, -1 at the root
 * @returns its text and the offset just behind its last line
 */
function scanBlock(cursor, parent) {
    const start = cursor.mark();
    const literal = cursor.peek() === 124;
    cursor.at++;
    const { chomping, increment } = scanHeader(cursor, start);
    let gap = scanBreaks(cursor, increment === 0 ? 0 : Math.max(parent, 0) + increment, parent, start);
    const { indent } = gap;
    const parts = [];
    let [lineBreak, blankBefore] = ['', false];
    while (cursor.column === indent && cursor.peek() !== END) {
        const blankNow = isBlank(cursor.peek());
        const folds = !literal && lineBreak === '\n' && !blankBefore && !blankNow;
        parts.push(folds ? (gap.breaks === '' ? ' ' : '') : lineBreak, gap.breaks);
        blankBefore = blankNow;
        const from = cursor.at;
        cursor.skipToBreak();
        parts.push(cursor.text.slice(from, cursor.at));
        lineBreak = cursor.peek() === END ? '' : cursor.breakLine();
        gap = scanBreaks(cursor, indent, parent, start);
    }
    if (chomping !== '-')
        parts.push(lineBreak);
    if (chomping === '+')
        parts.push(gap.breaks);
    return { value: parts.join(''), end: gap.end };
}

;// CONCATENATED MODULE: ./lib/manifests/yaml/fault.js
/**
 * Why a document is no YAML. `line` is the number that kubectl and the API server print, counted from the first line of
 * the document; a parser error names the line before the token that it stumbled over, and some name none.
 */
class YamlFault extends Error {
    name = 'YamlFault';
    line;
    /** Offset of the token that is wrong. */
    at;
    constructor(message, at, line) {
        super(message);
        this.at = at;
        this.line = line === 0 ? undefined : line;
    }
}
/** A fault of structure: it names the line before its token; its context's, where that is none. */
function parserFault(problem, token, context) {
    return new YamlFault(problem, token.start, token.line > 0 ? token.line : (context?.line ?? 0));
}
/** What Go finds only after it has read a whole document: first what it cannot decode, then what JSON cannot hold. */
class LateFaults {
    #decoding;
    #converting;
    decoding(problem, { start }) {
        this.#decoding ??= new YamlFault(problem, start, undefined);
    }
    converting(problem, { start }) {
        this.#converting ??= new YamlFault(problem, start, undefined);
    }
    /** A number that JSON cannot hold is no fault where it is a key. */
    forgive({ start }) {
        if (this.#converting?.at === start)
            this.#converting = undefined;
    }
    get first() {
        return this.#decoding ?? this.#converting;
    }
}

;// CONCATENATED MODULE: ./lib/manifests/yaml/cursor.js


/** Reads one document from `at` to `end`, keeping the line and the start of the line. */
class Cursor {
    text;
    end;
    at;
    line = 0;
    lineStart;
    constructor(text, start, end) {
        this.text = text;
        this.at = start;
        this.end = end;
        this.lineStart = start;
    }
    peek(ahead = 0) {
        const at = this.at + ahead;
        return at < this.end ? this.text.charCodeAt(at) : END;
    }
    get column() {
        return this.at - this.lineStart;
    }
    mark() {
        return { at: this.at, line: this.line, column: this.column };
    }
    /** Steps over one line break (CR LF is one) and gives it as YAML reads it: CR, LF and NEL are a line feed. */
    breakLine() {
        const code = this.peek();
        this.at += code === CR && this.peek(1) === LF ? 2 : 1;
        this.line++;
        this.lineStart = this.at;
        return code === 0x2028 || code === 0x2029 ? String.fromCharCode(code) : '\n';
    }
    skipToBreak() {
        while (!isBreakOrEnd(this.peek()))
            this.at++;
    }
    /**
     * Steps over blanks, comments and breaks. Tabs are blanks only where no key can start.
     * @returns whether a key may start here; a new line allows it, outside of flow collections
     */
    skipToToken(inFlow, keyAllowed) {
        let allowed = keyAllowed;
        for (;;) {
            if (this.column === 0 && this.peek() === BOM)
                this.at++;
            const tabs = inFlow || !allowed;
            for (let code = this.peek(); code === SPACE || (tabs && code === TAB); code = this.peek())
                this.at++;
            if (this.peek() === 35)
                this.skipToBreak();
            if (!isBreak(this.peek()))
                return allowed;
            this.breakLine();
            if (!inFlow)
                allowed = true;
        }
    }
    /** Whether `---` or `...` stands alone at the start of a line. */
    atIndicator(sign) {
        if (this.at !== this.lineStart)
            return false;
        if (this.peek() !== sign || this.peek(1) !== sign || this.peek(2) !== sign)
            return false;
        const after = this.peek(3);
        return after === 32 || after === 9 || after === END || isBreak(after);
    }
    /** A scanner error: it names the line that it is in, unless that is the first one, which go-yaml takes for "none". */
    fault(problem, context) {
        return new YamlFault(problem, this.at, this.line > 0 ? this.line + 1 : (context?.line ?? 0));
    }
}

;// CONCATENATED MODULE: ./lib/manifests/yaml/places.js
/**
 * Where the parts of a collection are, as offsets into the file. One is made for every collection of every file, so it
 * is flat; ends are found when somebody asks.
 */
class Places {
    /** Offset of the collection's first character, or of the alias that stands for it. */
    start;
    /** Keys in the order in which they were read, doubled ones twice; undefined for a sequence. */
    keys;
    /** Offsets of the keys, or of the `-` of block sequences. */
    keyAt;
    at;
    flow;
    constructor(start, flow, keys, keyAt = [], at = []) {
        this.start = start;
        this.keys = keys;
        this.keyAt = keyAt;
        this.at = at;
        this.flow = flow;
    }
    /** The same parts, seen through an alias. */
    aliased(start) {
        const copy = Object.create(Places.prototype);
        Object.assign(copy, this);
        copy.start = start;
        return copy;
    }
}
/** Below so many keys a look through them is quicker than an index. */
const few = 24;
const indexes = new WeakMap();
/** Where a key stands in a mapping, the last where it is doubled; -1 where it is not there. */
function indexOfKey({ keys }, key) {
    if (keys === undefined)
        return -1;
    if (keys.length < few)
        return keys.lastIndexOf(key);
    const index = indexes.get(keys) ?? new Map(keys.map((one, at) => [one, at]));
    indexes.set(keys, index);
    return index.get(key) ?? -1;
}
function startOf(place) {
    return typeof place === 'number' ? place : place.start;
}

;// CONCATENATED MODULE: ./lib/manifests/yaml/plain.js

/** Joins the lines of a plain or quoted scalar: one break becomes a space, further ones stay. */
function fold(first, further) {
    if (first !== '\n')
        return first + further;
    return further === '' ? ' ' : further;
}
function endsPlain(code, next, inFlow) {
    if (code === 58 /* : */)
        return isBlankOrEnd(next);
    if (!inFlow)
        return false;
    return code === 44 || code === 63 || code === 91 || code === 93 || code === 123 || code === 125; // , ? [ ] { }
}
/** A plain scalar from the cursor on; lines that are indented by less than `indent` do not belong to it. */
function scanPlain(cursor, indent, inFlow) {
    const start = cursor.mark();
    let [value, spaces, first, further] = ['', '', '', ''];
    let end = cursor.at;
    for (;;) {
        if (cursor.atIndicator(45) || cursor.atIndicator(46) || cursor.peek() === 35)
            break;
        const wordStart = cursor.at;
        while (!isBlankOrEnd(cursor.peek()) && !endsPlain(cursor.peek(), cursor.peek(1), inFlow))
            cursor.at++;
        if (cursor.at > wordStart) {
            value += (first === '' ? spaces : fold(first, further)) + cursor.text.slice(wordStart, cursor.at);
            [spaces, first, further] = ['', '', ''];
            end = cursor.at;
        }
        if (!isBlank(cursor.peek()) && !isBreak(cursor.peek()))
            break;
        for (;;) {
            const code = cursor.peek();
            if (isBlank(code)) {
                if (first !== '' && cursor.column < indent && code === TAB) {
                    throw cursor.fault('found a tab character that violates indentation', start);
                }
                if (first === '')
                    spaces += String.fromCharCode(code);
                cursor.at++;
            }
            else if (!isBreak(code))
                break;
            else if (first === '')
                first = cursor.breakLine();
            else
                further += cursor.breakLine();
        }
        if (!inFlow && cursor.column < indent)
            break;
    }
    return { value, end, brokenOff: first !== '' };
}

;// CONCATENATED MODULE: ./lib/manifests/yaml/quoted.js


const BACKSLASH = 92;
const DOUBLE = 34;
const SINGLE = 39;
const escapes = {
    '0': '\0',
    a: '\x07',
    b: '\b',
    t: '\t',
    '\t': '\t',
    n: '\n',
    v: '\v',
    f: '\f',
    r: '\r',
    e: '\x1b',
    ' ': ' ',
    '"': '"',
    "'": "'",
    '\\': '\\',
    N: '\x85',
    _: '\xa0',
    L: '\u2028',
    P: '\u2029',
};
const codeLengths = { x: 2, u: 4, U: 8 };
function escaped(cursor, start, json) {
    const letter = cursor.text.charAt(cursor.at + 1);
    const plain = json && letter === '/' ? '/' : escapes[letter];
    if (plain !== undefined) {
        cursor.at += 2;
        return plain;
    }
    const length = codeLengths[letter];
    if (length === undefined)
        throw cursor.fault('found unknown escape character', start);
    cursor.at += 2;
    const digits = cursor.text.slice(cursor.at, Math.min(cursor.at + length, cursor.end));
    if (digits.length < length || !isHex(digits))
        throw cursor.fault('did not find expected hexdecimal number', start);
    const code = Number.parseInt(digits, 16);
    if ((!json && code >= 0xd800 && code <= 0xdfff) || code > 0x10ffff) {
        throw cursor.fault('found invalid Unicode character escape code', start);
    }
    cursor.at += length;
    return String.fromCodePoint(code);
}
/** The words of one line up to a blank, a break or the closing quote; true where a `\` ended the line. */
function scanRun(cursor, quote, start, json, parts) {
    let from = cursor.at;
    const flush = () => {
        if (cursor.at > from)
            parts.push(cursor.text.slice(from, cursor.at));
    };
    for (let code = cursor.peek(); !isBlankOrEnd(code); code = cursor.peek()) {
        if (code === quote) {
            if (quote === DOUBLE || cursor.peek(1) !== SINGLE)
                break;
            cursor.at++;
            flush();
            from = ++cursor.at;
        }
        else if (code === BACKSLASH && quote === DOUBLE) {
            flush();
            if (isBreak(cursor.peek(1))) {
                cursor.at++;
                cursor.breakLine();
                return true;
            }
            parts.push(escaped(cursor, start, json));
            from = cursor.at;
        }
        else
            cursor.at++;
    }
    flush();
    return false;
}
/** Blanks and breaks between two runs, as the text that they stand for. */
function scanGap(cursor, broken) {
    const from = cursor.at;
    while (isBlank(cursor.peek()))
        cursor.at++;
    if (!isBreak(cursor.peek()))
        return broken ? '' : cursor.text.slice(from, cursor.at);
    let first = broken ? '' : cursor.breakLine();
    let further = '';
    for (;;) {
        const code = cursor.peek();
        if (isBlank(code))
            cursor.at++;
        else if (isBreak(code))
            further += cursor.breakLine();
        else
            break;
    }
    if (broken) {
        first = '';
        return further;
    }
    return fold(first, further);
}
/**
 * A single- or double-quoted scalar, from its opening quote to just behind the closing one.
 * @param json allows what JSON has and YAML 1.1 has not: `\/` and surrogate pairs as two escapes.
 */
function scanQuoted(cursor, json) {
    const start = cursor.mark();
    const quote = cursor.peek();
    const parts = [];
    cursor.at++;
    for (;;) {
        if (cursor.atIndicator(45) || cursor.atIndicator(46))
            throw cursor.fault('found unexpected document indicator', start);
        if (cursor.peek() === END)
            throw endOfStream(cursor, start);
        const broken = scanRun(cursor, quote, start, json, parts);
        if (cursor.peek() === quote)
            break;
        parts.push(scanGap(cursor, broken));
    }
    cursor.at++;
    return parts.length === 1 ? (parts[0] ?? '') : parts.join('');
}
function endOfStream(cursor, start) {
    return cursor.fault('found unexpected end of stream', start);
}

;// CONCATENATED MODULE: ./lib/manifests/yaml/extent.js





/** End of a plain scalar's first line, or of a key. */
function plainEnd(text, at, flow) {
    let end = at;
    for (let here = at; here < text.length; here++) {
        const code = text.charCodeAt(here);
        if (isBreakOrEnd(code))
            break;
        const next = here + 1 < text.length ? text.charCodeAt(here + 1) : -1;
        if (code === 58 && (isBlank(next) || isBreakOrEnd(next)))
            break;
        if (flow && (code === 44 || code === 91 || code === 93 || code === 123 || code === 125))
            break;
        if (isBlank(code)) {
            if (next === 35)
                break;
        }
        else
            end = here + 1;
    }
    return end;
}
function blockEnd(text, at) {
    const cursor = new Cursor(text, at, text.length);
    const lineStart = Math.max(text.lastIndexOf('\n', at - 1), text.lastIndexOf('\r', at - 1)) + 1;
    const indent = /^[ ]*(?:- +)*/.exec(text.slice(lineStart, at))?.[0].length ?? 0;
    const { end } = scanBlock(cursor, lineStart === 0 && indent === 0 ? -1 : indent);
    return text.slice(at, end).trimEnd().length + at;
}
/** Where the scalar that starts at an offset ends. Never throws: what cannot be read ends with its line. */
function scalarEnd(text, at, flow) {
    const first = text.charAt(at);
    try {
        if (first === '"' || first === "'") {
            const cursor = new Cursor(text, at, text.length);
            scanQuoted(cursor, true);
            return cursor.at;
        }
        if (!flow && (first === '|' || first === '>'))
            return blockEnd(text, at);
    }
    catch {
        return lineEnd(text, at);
    }
    return plainEnd(text, at, flow);
}
function lineEnd(text, at) {
    const end = text.indexOf('\n', at);
    return end < 0 ? text.length : end;
}
function closing(text, at) {
    const rest = /^(?:[\s,]|#.*)*[\]}]?/.exec(text.slice(at, at + 2000));
    return at + (rest?.[0].length ?? 0);
}
function placeEnd(text, place, flow) {
    if (!(place instanceof Places))
        return scalarEnd(text, place, flow);
    if (text.charAt(place.start) === '*')
        return plainEnd(text, place.start, true);
    const last = place.at.at(-1);
    const key = place.keyAt.at(-1);
    if (last === undefined || key === undefined)
        return place.flow ? closing(text, place.start + 1) : place.start;
    const end = Math.max(placeEnd(text, last, place.flow), scalarEnd(text, key, place.flow));
    return place.flow ? closing(text, end) : end;
}

;// CONCATENATED MODULE: ./lib/manifests/mending/doubled.js


function placesAt(place, path) {
    let here = place;
    for (const step of path) {
        if (!(here instanceof Places))
            return undefined;
        const index = typeof step === 'number' ? step : indexOfKey(here, step);
        here = here.at[index];
    }
    return here instanceof Places && !here.flow ? here : undefined;
}
/** The whole lines of an entry, or undefined where something else is on them. */
function linesOf({ text }, start, end) {
    const first = text.lastIndexOf('\n', start - 1) + 1;
    const next = text.indexOf('\n', end);
    const last = next < 0 ? text.length : next + 1;
    return /^[ ]*$/.test(text.slice(first, start)) && text.slice(end, last).trim() === '' ? [first, last] : undefined;
}
const known = new WeakMap();
/** Where each key and each offset stands first; made once for a mapping, of which any key may be doubled. */
function firstsOf(places) {
    if (places === undefined)
        return { byKey: new Map(), byOffset: new Map() };
    const before = known.get(places);
    if (before !== undefined)
        return before;
    const byKey = new Map((places.keys ?? []).map((key, index) => [key, index]).toReversed());
    const byOffset = new Map(places.keyAt.map((at, index) => [at, index]).toReversed());
    const firsts = { byKey, byOffset };
    known.set(places, firsts);
    return firsts;
}
/** Takes the second of two entries out that say the same in the same words; which of two different ones counts is nobody's but a person's to say. */
function fixOfDoubled(source, root, path, key, at) {
    const places = placesAt(root, path);
    const { byKey, byOffset } = firstsOf(places);
    const [first, second] = [byKey.get(key) ?? -1, byOffset.get(at) ?? -1];
    if (places === undefined || first < 0 || second <= first)
        return undefined;
    const entry = (index) => {
        const [from = 0, place = 0] = [places.keyAt[index], places.at[index]];
        return [from, placeEnd(source.text, place, false)];
    };
    const [[a, b], [c, d]] = [entry(first), entry(second)];
    const words = (from, to) => source.text.slice(from, to).replace(/\s*\r?\n/g, '\n');
    // Only line ends and blanks before them may differ: what is thrice as long says something else, and is not read again for each.
    const alike = b - a <= 3 * (d - c) + 100 && words(a, b) === words(c, d);
    const lines = alike ? linesOf(source, c, d) : undefined;
    if (lines === undefined)
        return undefined;
    return {
        description: `Take the second \`${key}\` out; it says the same as the first.`,
        edits: [{ at: source.location(...lines), text: '' }],
    };
}

;// CONCATENATED MODULE: ./lib/manifests/object.js


function object_text(value) {
    return typeof value === 'string' && value !== '' ? value : undefined;
}
/** A `Manifest` over what the reader kept of its file. */
class ReadManifest {
    file;
    document;
    item;
    apiVersion;
    kind;
    name;
    namespace;
    value;
    #origin;
    constructor(value, origin) {
        const metadata = value['metadata'];
        const named = typeof metadata === 'object' && metadata !== null && !Array.isArray(metadata);
        const { name, generateName, namespace } = named ? metadata : {};
        this.file = origin.source.file;
        this.document = origin.document;
        if (origin.item !== undefined)
            this.item = origin.item;
        this.apiVersion = object_text(value['apiVersion']) ?? '';
        this.kind = object_text(value['kind']) ?? '';
        this.name = object_text(name) ?? object_text(generateName) ?? '';
        this.namespace = object_text(namespace);
        this.value = value;
        this.#origin = origin;
    }
    locate(path, what) {
        return locate(this.#origin, path, what);
    }
    written(path, what) {
        return this.#origin.source.textAt(this.locate(path, what));
    }
}
/** The same walk for what is no object: a document of the wrong form. */
function locate({ source, place }, path, what) {
    let [here, key, inFlow] = [place, startOf(place), false];
    let missing = false;
    for (const step of path) {
        if (!(here instanceof Places)) {
            missing = true;
            break;
        }
        const index = typeof step === 'number' && here.keys === undefined ? step : indexOfKey(here, String(step));
        const next = here.at[index];
        if (next === undefined) {
            missing = true;
            break;
        }
        key = here.keys === undefined ? startOf(next) : (here.keyAt[index] ?? startOf(next));
        inFlow = here.flow;
        here = next;
    }
    if (what === 'value' && !missing)
        return source.location(startOf(here), placeEnd(source.text, here, inFlow));
    return source.location(key, scalarEnd(source.text, key, inFlow));
}

;// CONCATENATED MODULE: ./lib/manifests/source.js
/** The text of one file, with lines found when somebody asks for a position. */
class Source {
    file;
    text;
    #starts;
    constructor(file, text) {
        this.file = file;
        this.text = text;
    }
    #lineStarts() {
        if (this.#starts !== undefined)
            return this.#starts;
        const starts = [0];
        if (this.text.includes('\r'))
            for (const found of this.text.matchAll(/\r\n|\r|\n/g))
                starts.push(found.index + found[0].length);
        else
            for (let at = this.text.indexOf('\n'); at >= 0; at = this.text.indexOf('\n', at + 1))
                starts.push(at + 1);
        this.#starts = starts;
        return starts;
    }
    position(at) {
        const starts = this.#lineStarts();
        let [low, high] = [0, starts.length - 1];
        while (low < high) {
            const middle = (low + high + 1) >> 1;
            if ((starts[middle] ?? 0) <= at)
                low = middle;
            else
                high = middle - 1;
        }
        return { line: low + 1, column: at - (starts[low] ?? 0) + 1 };
    }
    location(start, end) {
        return { file: this.file, start: this.position(start), end: this.position(Math.max(start, end)) };
    }
    textAt({ start, end }) {
        const starts = this.#lineStarts();
        const offset = ({ line, column }) => (starts[line - 1] ?? this.text.length) + column - 1;
        return this.text.slice(offset(start), offset(end));
    }
    /** Offset of the first character of a line that is no blank; lines count from 1. */
    lineAt(line) {
        const starts = this.#lineStarts();
        const start = starts[Math.min(line, starts.length) - 1] ?? 0;
        return start + (/^[ \t]*/.exec(this.text.slice(start, start + 500))?.[0].length ?? 0);
    }
}

;// CONCATENATED MODULE: ./lib/manifests/yaml/anchors.js


/** go-yaml's limit: beyond 1,000 nodes at most 99 % may come from aliases, from 400,000 on ever less. */
function excessive(aliased, all) {
    if (aliased <= 100 || all <= 1000)
        return false;
    const share = all <= 400_000 ? 0.99 : all >= 4_000_000 ? 0.1 : 0.99 - (0.89 * (all - 400_000)) / 3_600_000;
    return aliased / all > share;
}
/** Nodes with a name, and how many nodes a document grows to when its aliases are followed. */
class Anchors {
    #named = new Map();
    #all = 0;
    #aliased = 0;
    count() {
        this.#all++;
    }
    /** Names the node that is about to be read; the caller gives its value to `close`. */
    open(name, at) {
        const anchor = { value: null, place: at, size: this.#all, open: true };
        this.#named.set(name, anchor);
        return anchor;
    }
    close(anchor, value, place) {
        anchor.value = value;
        anchor.place = place;
        anchor.size = this.#all - anchor.size + 1;
        anchor.open = false;
    }
    /** What an alias stands for; undefined where it stands for what it is itself a part of. */
    follow(alias) {
        const anchor = this.#named.get(alias.value);
        if (anchor === undefined)
            throw new YamlFault(`unknown anchor '${alias.value}' referenced`, alias.start, undefined);
        if (anchor.open)
            return undefined;
        this.#all += anchor.size;
        this.#aliased += anchor.size;
        if (excessive(this.#aliased, this.#all)) {
            throw new YamlFault('document contains excessive aliasing', alias.start, undefined);
        }
        return {
            value: anchor.value,
            place: anchor.place instanceof Places ? anchor.place.aliased(alias.start) : alias.start,
        };
    }
}

;// CONCATENATED MODULE: ./lib/manifests/yaml/directives.js

/** The %YAML and %TAG lines before a document, and what tag handles stand for after them. */
class Directives {
    #prefixes = new Map([
        ['!', '!'],
        ['!!', 'tag:yaml.org,2002:'],
    ]);
    #seen = new Set();
    /** Takes all tokens up to the content of the document. */
    read(scanner) {
        let token = scanner.peek();
        for (; token.type === 'version' || token.type === 'tag-directive'; token = scanner.peek()) {
            const fault = this.#declare(token);
            if (fault !== undefined)
                throw fault;
            scanner.take();
        }
        if (token.type === 'document-start')
            scanner.take();
        else if (this.#seen.size > 0)
            throw parserFault('did not find expected <document start>', token);
    }
    #declare(token) {
        const name = token.type === 'version' ? '%YAML' : token.value;
        if (token.type === 'version' && token.value !== '1.1')
            return parserFault('found incompatible YAML document', token);
        if (this.#seen.has(name))
            return parserFault(`found duplicate ${name} directive`, token);
        this.#seen.add(name);
        if (token.type !== 'version')
            this.#prefixes.set(token.value, token.suffix);
        return undefined;
    }
    /** A tag in full. */
    resolve(token, context) {
        if (token.value === '')
            return token.suffix;
        const prefix = this.#prefixes.get(token.value);
        if (prefix === undefined)
            throw parserFault('found undefined tag handle', token, context);
        return prefix + token.suffix;
    }
}

;// CONCATENATED MODULE: ./lib/manifests/yaml/mapping.js
/**
 * A mapping of no keys yet, and of no prototype: a key is there or it is not, whatever it is called. To V8 all of these have
 * one shape, a dictionary. With a shape for each set of keys, what looks at them for the first time, and in a run over a
 * hundred files nearly everything does, is a fifth slower.
 */
function emptyMapping() {
    return { __proto__: null };
}
/** A key as JSON has it; undefined for null and for collections, which are no keys. */
function keyName(key) {
    if (typeof key === 'string')
        return key;
    if (typeof key === 'boolean')
        return String(key);
    if (typeof key !== 'number')
        return undefined;
    if (Number.isFinite(key))
        return String(key);
    return Number.isNaN(key) ? '.nan' : key > 0 ? '.inf' : '-.inf';
}

;// CONCATENATED MODULE: ./lib/manifests/yaml/entries.js


/** A mapping while it is being read, with the keys that it got twice. */
class Entries {
    target = emptyMapping();
    places;
    #path;
    #doubled;
    constructor(start, flow, path, doubled) {
        this.places = new Places(start, flow, []);
        this.#path = path;
        this.#doubled = doubled;
    }
    set(key, value, at, place) {
        const { places, target } = this;
        if (Object.hasOwn(target, key))
            this.#doubled.push({ key, path: [...this.#path], at, valueAt: startOf(place) });
        target[key] = value;
        places.keys?.push(key);
        places.keyAt.push(at);
        places.at.push(place);
    }
    /** Takes over the keys of a `<<` value; false where that is neither a mapping nor a sequence of mappings. */
    merge(value, place, at) {
        const several = Array.isArray(value) && place instanceof Places;
        const sources = several ? place.at.toReversed() : [place];
        const values = several ? value.toReversed() : [value];
        return sources.every((source, index) => {
            const from = values[index];
            if (!(source instanceof Places) || source.keys === undefined || typeof from !== 'object' || from === null)
                return false;
            const positions = new Map(source.keys.map((key, position) => [key, position]));
            for (const [key, part] of Object.entries(from)) {
                const position = positions.get(key) ?? -1;
                this.set(key, part, source.keyAt[position] ?? at, source.at[position] ?? at);
            }
            return true;
        });
    }
}

;// CONCATENATED MODULE: ./lib/manifests/yaml/resolution.js
const words = new Map([
    ...['y', 'Y', 'yes', 'Yes', 'YES', 'true', 'True', 'TRUE', 'on', 'On', 'ON'].map((word) => [word, true]),
    ...['n', 'N', 'no', 'No', 'NO', 'false', 'False', 'FALSE', 'off', 'Off', 'OFF'].map((word) => [word, false]),
    ...['', '~', 'null', 'Null', 'NULL'].map((word) => [word, null]),
    ...['.nan', '.NaN', '.NAN'].map((word) => [word, Number.NaN]),
    ...['.inf', '.Inf', '.INF', '+.inf', '+.Inf', '+.INF'].map((word) => [word, Number.POSITIVE_INFINITY]),
    ...['-.inf', '-.Inf', '-.INF'].map((word) => [word, Number.NEGATIVE_INFINITY]),
]);
const integer = /^([-+]?)(?:0[xX]([0-9a-fA-F]+)|0[bB]([01]+)|0[oO]?([0-7]+)|(0|[1-9][0-9]*))$/;
const resolution_float = /^[-+]?(\.[0-9]+|[0-9]+(\.[0-9]*)?)([eE][-+]?[0-9]+)?$/;
const dotted = /^\.[0-9]+([eE][-+]?[0-9]+)?$/;
const timestamp = /^\d{4}-\d{1,2}-\d{1,2}(?:[Tt ]\d{1,2}:\d{1,2}:\d{1,2}.*)?$/;
const limit = 2n ** 64n;
function integerOf(text) {
    const found = integer.exec(text);
    if (found === null)
        return undefined;
    const [, sign = '', hex, binary, octal, decimal = ''] = found;
    const digits = hex !== undefined
        ? `0x${hex}`
        : binary !== undefined
            ? `0b${binary}`
            : octal !== undefined
                ? `0o${octal}`
                : decimal;
    const size = Number(digits);
    if (size > Number.MAX_SAFE_INTEGER && (BigInt(digits) >= limit || (sign === '-' && BigInt(digits) > limit / 2n)))
        return undefined;
    return sign === '-' ? -size : size;
}
function numberOf(text) {
    const plain = text.includes('_') ? text.replaceAll('_', '') : text;
    const whole = integerOf(plain);
    if (whole !== undefined)
        return whole === 0 ? 0 : whole;
    return resolution_float.test(plain) ? finite(Number(plain)) : undefined;
}
/** A number beyond a float64's range is no number to Go's ParseFloat either. */
function finite(value) {
    return Number.isFinite(value) ? value : undefined;
}
function resolvePlain(text) {
    const first = text.length === 0 ? 0 : text.charCodeAt(0);
    if (first >= 48 && first <= 57)
        return timestamp.test(text) ? text : (numberOf(text) ?? text);
    switch (first) {
        case 43: // +
        case 45: // -
            return words.get(text) ?? numberOf(text) ?? text;
        case 46: // .
            return words.get(text) ?? (dotted.test(text) ? (finite(Number(text)) ?? text) : text);
        case 0:
        case 126: // ~
        case 121: // y
        case 89:
        case 110: // n
        case 78:
        case 116: // t
        case 84:
        case 102: // f
        case 70:
        case 111: // o
        case 79: {
            if (text.length > 5)
                return text;
            const word = words.get(text);
            return word === undefined ? text : word;
        }
        default:
            return text;
    }
}
const yamlTag = 'tag:yaml.org,2002:';
const resolvable = new Set(['str', 'bool', 'int', 'float', 'null', 'timestamp']);
function kindOf(value) {
    if (value === null)
        return 'null';
    if (typeof value === 'number')
        return Number.isInteger(value) ? 'int' : 'float';
    return typeof value === 'boolean' ? 'bool' : 'str';
}
/** A scalar with an explicit tag; undefined where the text cannot be what the tag says. */
function resolveTagged(text, tag) {
    const name = tag.startsWith(yamlTag) ? tag.slice(yamlTag.length) : '';
    if (name === 'binary')
        return binaryText(text);
    if (!resolvable.has(name) || name === 'str')
        return text;
    const value = resolvePlain(text);
    const kind = kindOf(value);
    if (kind === name || (name === 'float' && kind === 'int'))
        return value;
    return name === 'timestamp' && timestamp.test(text) ? text : undefined;
}
function binaryText(text) {
    const bare = text.replaceAll(/[\r\n]/g, '');
    if (!/^(?:[A-Za-z0-9+/]{4})*(?:[A-Za-z0-9+/]{2}==|[A-Za-z0-9+/]{3}=)?$/.test(bare))
        return undefined;
    return new TextDecoder().decode(Uint8Array.from(atob(bare), (char) => char.charCodeAt(0)));
}

;// CONCATENATED MODULE: ./lib/manifests/yaml/scalar-value.js

/** A scalar with an explicit tag. */
function taggedValue(text, tag, token, late) {
    const value = resolveTagged(text, tag);
    if (value !== undefined)
        return value;
    late.decoding(`cannot decode \`${text}\` as a ${tag.replace('tag:yaml.org,2002:', '!!')}`, token);
    return null;
}
/** What a scalar token stands for; a number that JSON cannot hold is a fault, unless it turns out to be a key. */
function scalarValue(token, tag, late) {
    if (tag !== undefined)
        return taggedValue(token.value, tag, token, late);
    if (!token.plain)
        return token.value;
    const value = resolvePlain(token.value);
    if (typeof value === 'number' && !Number.isFinite(value)) {
        const name = Number.isNaN(value) ? 'NaN' : value > 0 ? '+Inf' : '-Inf';
        late.converting(`json: unsupported value: ${name}`, token);
    }
    return value;
}

;// CONCATENATED MODULE: ./lib/manifests/yaml/indentation.js
/** The columns of the open block collections. */
class Indentation {
    /** Column of the innermost one; -1 at the root. */
    column = -1;
    #outer = [];
    get depth() {
        return this.#outer.length;
    }
    /** Opens a collection if the column is deeper than what is open. */
    open(column) {
        if (this.column >= column)
            return false;
        this.#outer.push(this.column);
        this.column = column;
        return true;
    }
    /** Closes the innermost collection if it is deeper than the column. */
    close(column) {
        if (this.column <= column)
            return false;
        this.column = this.#outer.pop() ?? -1;
        return true;
    }
}

;// CONCATENATED MODULE: ./lib/manifests/yaml/properties.js

const afterName = new Set([...'?:,]}%@`'].map((char) => char.charCodeAt(0)));
const uriSigns = new Set([...";/?:@&=+$,.!~*'()[]%"].map((char) => char.charCodeAt(0)));
function scanWord(cursor) {
    const from = cursor.at;
    while (isWord(cursor.peek()))
        cursor.at++;
    return cursor.text.slice(from, cursor.at);
}
function skipBlanks(cursor) {
    while (isBlank(cursor.peek()))
        cursor.at++;
}
/** `&name` or `*name`; gives the name. */
function scanAnchor(cursor) {
    const start = cursor.mark();
    cursor.at++;
    const name = scanWord(cursor);
    if (name !== '' && (isBlankOrEnd(cursor.peek()) || afterName.has(cursor.peek())))
        return name;
    throw cursor.fault('did not find expected alphabetic or numeric character', start);
}
function scanHandle(cursor, start, directive) {
    if (cursor.peek() !== 33)
        throw cursor.fault("did not find expected '!'", start);
    cursor.at++;
    const handle = `!${scanWord(cursor)}`;
    if (cursor.peek() === 33) {
        cursor.at++;
        return `${handle}!`;
    }
    if (directive && handle !== '!')
        throw cursor.fault("did not find expected '!'", start);
    return handle;
}
/** The rest of a tag; `head` is what was taken for a handle and is none. */
function scanUri(cursor, start, head) {
    let uri = head.slice(1);
    const from = cursor.at;
    while (isWord(cursor.peek()) || uriSigns.has(cursor.peek())) {
        if (cursor.peek() === 37)
            uri += scanOctet(cursor, start);
        else
            uri += cursor.text.charAt(cursor.at++);
    }
    if (cursor.at === from && head === '')
        throw cursor.fault('did not find expected tag URI', start);
    return uri;
}
function scanOctet(cursor, start) {
    const digits = cursor.text.slice(cursor.at + 1, cursor.at + 3);
    if (digits.length < 2 || !isHex(digits))
        throw cursor.fault('did not find URI escaped octet', start);
    cursor.at += 3;
    return String.fromCharCode(Number.parseInt(digits, 16));
}
function scanTag(cursor) {
    const start = cursor.mark();
    let tag;
    if (cursor.peek(1) === 60 /* < */) {
        cursor.at += 2;
        tag = { handle: '', suffix: scanUri(cursor, start, '') };
        if (cursor.peek() !== 62)
            throw cursor.fault("did not find the expected '>'", start);
        cursor.at++;
    }
    else {
        const handle = scanHandle(cursor, start, false);
        if (handle.length > 1 && handle.endsWith('!'))
            tag = { handle, suffix: scanUri(cursor, start, '') };
        else {
            const suffix = scanUri(cursor, start, handle);
            tag = suffix === '' ? { handle: '', suffix: '!' } : { handle: '!', suffix };
        }
    }
    if (!isBlankOrEnd(cursor.peek()))
        throw cursor.fault('did not find expected whitespace or line break', start);
    return tag;
}
function scanVersionNumber(cursor, start) {
    const from = cursor.at;
    while (isDigit(cursor.peek())) {
        cursor.at++;
        if (cursor.at - from > 2)
            throw cursor.fault('found extremely long version number', start);
    }
    if (cursor.at === from)
        throw cursor.fault('did not find expected version number', start);
    return String(Number(cursor.text.slice(from, cursor.at)));
}
function scanVersion(cursor, start) {
    skipBlanks(cursor);
    const major = scanVersionNumber(cursor, start);
    if (cursor.peek() !== 46)
        throw cursor.fault("did not find expected digit or '.' character", start);
    cursor.at++;
    return `${major}.${scanVersionNumber(cursor, start)}`;
}
function scanTagDirective(cursor, start) {
    skipBlanks(cursor);
    const handle = scanHandle(cursor, start, true);
    if (!isBlank(cursor.peek()))
        throw cursor.fault('did not find expected whitespace', start);
    skipBlanks(cursor);
    const suffix = scanUri(cursor, start, '');
    if (!isBlankOrEnd(cursor.peek()))
        throw cursor.fault('did not find expected whitespace or line break', start);
    return { handle, suffix };
}
/** A `%YAML` or `%TAG` line. */
function scanDirective(cursor) {
    const start = cursor.mark();
    cursor.at++;
    const name = scanWord(cursor);
    if (name === '')
        throw cursor.fault('could not find expected directive name', start);
    if (!isBlankOrEnd(cursor.peek()))
        throw cursor.fault('found unexpected non-alphabetical character', start);
    if (name !== 'YAML' && name !== 'TAG')
        throw cursor.fault('found unknown directive name', start);
    const directive = name === 'YAML' ? { version: scanVersion(cursor, start) } : scanTagDirective(cursor, start);
    skipBlanks(cursor);
    if (cursor.peek() === 35)
        cursor.skipToBreak();
    if (!isBreakOrEnd(cursor.peek()))
        throw cursor.fault('did not find expected comment or line break', start);
    if (cursor.peek() !== END && isBreak(cursor.peek()))
        cursor.breakLine();
    return directive;
}

;// CONCATENATED MODULE: ./lib/manifests/yaml/simple-keys.js
/** The tokens that may still turn into keys: one for the block context and one for each open flow collection. */
class SimpleKeys {
    #cursor;
    #reach;
    #levels = [undefined];
    constructor(cursor, reach) {
        this.#cursor = cursor;
        this.#reach = reach;
    }
    /** Number of open flow collections. */
    get depth() {
        return this.#levels.length - 1;
    }
    open() {
        this.#levels.push(undefined);
    }
    close() {
        if (this.#levels.length > 1)
            this.#levels.pop();
    }
    save(key) {
        this.drop();
        this.#levels[this.depth] = key;
    }
    drop() {
        const key = this.#levels[this.depth];
        if (key?.required)
            throw this.#cursor.fault("could not find expected ':'", key.mark);
        this.#levels[this.depth] = undefined;
    }
    forget() {
        this.#levels[this.depth] = undefined;
    }
    /** The key of the innermost level, if the cursor is still within its reach. */
    current() {
        return this.#valid(this.depth);
    }
    /** Whether a token may still become a key, so that it must not be handed out yet. */
    holds(token) {
        for (let level = 0; level < this.#levels.length; level++) {
            if (this.#levels[level]?.token === token)
                return this.#valid(level) !== undefined;
        }
        return false;
    }
    #valid(level) {
        const key = this.#levels[level];
        if (key === undefined)
            return undefined;
        if (key.mark.line === this.#cursor.line && key.mark.at + this.#reach >= this.#cursor.at)
            return key;
        if (key.required)
            throw this.#cursor.fault("could not find expected ':'", key.mark);
        this.#levels[level] = undefined;
        return undefined;
    }
}

;// CONCATENATED MODULE: ./lib/manifests/yaml/token-queue.js
/** Tokens that were found and not yet taken, numbered from the start of the document. */
class TokenQueue {
    #tokens = [];
    #head = 0;
    /** Number of the first token that is waiting. */
    taken = 0;
    get empty() {
        return this.#head === this.#tokens.length;
    }
    /** Number that the next pushed token will have. */
    get next() {
        return this.taken + this.#tokens.length - this.#head;
    }
    first() {
        return this.#tokens[this.#head];
    }
    push(token) {
        this.#tokens.push(token);
    }
    /** Puts a token before the one of this number. */
    insert(number, token) {
        this.#tokens.splice(number - this.taken + this.#head, 0, token);
    }
    drop() {
        this.taken++;
        this.#head++;
        if (this.#head < this.#tokens.length)
            return;
        this.#tokens.length = 0;
        this.#head = 0;
    }
}

;// CONCATENATED MODULE: ./lib/manifests/yaml/scanner.js









/** Nesting beyond which a document is refused; real manifests stay below 60. */
const maxDepth = 200;
/**
 * Cuts one document into tokens as libyaml does, whose Go port Kubernetes reads with: block structure becomes tokens,
 * and keys are recognised afterwards, by the `:` behind them. The faults are libyaml's, in its words.
 */
class Scanner {
    cursor;
    #json;
    #queue = new TokenQueue();
    #ready;
    #indentation = new Indentation();
    #keyAllowed = true;
    #keys;
    #ended = false;
    constructor(text, start, end, json = false) {
        this.cursor = new Cursor(text, start, end);
        this.#json = json;
        this.#keys = new SimpleKeys(this.cursor, json ? end : 1024);
    }
    /** The next token, which stays. */
    peek() {
        if (this.#ready !== undefined)
            return this.#ready;
        const queue = this.#queue;
        while (queue.empty || (!this.#ended && this.#keys.holds(queue.taken)))
            this.#fetch();
        this.#ready = queue.first();
        return this.#ready;
    }
    /** Takes the token that `peek` gives; the last one stays for ever. */
    take() {
        const token = this.peek();
        if (token.type === 'stream-end')
            return token;
        this.#ready = undefined;
        this.#queue.drop();
        return token;
    }
    get #flow() {
        return this.#keys.depth;
    }
    #saveKey() {
        if (!this.#keyAllowed)
            return;
        const required = this.#flow === 0 && this.#indentation.column === this.cursor.column;
        this.#keys.save({ mark: this.cursor.mark(), token: this.#queue.next, required });
    }
    #token(type, mark, value = '', suffix = '', plain = false, end = this.cursor.at) {
        return { type, start: mark.at, end, line: mark.line, value, suffix, plain };
    }
    /** Opens a block collection where the column is deeper than the one around it. */
    #roll(type, mark, number = this.#queue.next) {
        if (this.#flow > 0 || !this.#indentation.open(mark.column))
            return;
        if (this.#indentation.depth > maxDepth)
            throw this.#tooDeep();
        this.#queue.insert(number, this.#token(type, mark, '', '', false, mark.at));
    }
    #unroll(column) {
        if (this.#flow > 0)
            return;
        while (this.#indentation.close(column))
            this.#queue.push(this.#token('block-end', this.cursor.mark()));
    }
    /** What has no place within block collections ends them all. */
    #leaveBlocks() {
        this.#unroll(-1);
        this.#keys.drop();
        this.#keyAllowed = false;
    }
    #tooDeep() {
        return this.cursor.fault(`exceeded max depth of ${maxDepth}`);
    }
    #fetch() {
        const { cursor } = this;
        this.#keyAllowed = cursor.skipToToken(this.#flow > 0, this.#keyAllowed);
        this.#unroll(cursor.column);
        const code = cursor.peek();
        if (code === END)
            this.#endStream();
        else if (cursor.column === 0 && code === 37)
            this.#directive();
        else if (cursor.atIndicator(45) || cursor.atIndicator(46)) {
            this.#leaveBlocks();
            this.#sign(code === 45 ? 'document-start' : 'document-end', 3);
        }
        else if (!this.#structure(code) && !this.#content(code))
            this.#plainScalar(code);
    }
    /** A sign of structure, if there is one. */
    #structure(code) {
        if (code === 91)
            this.#openFlow('[');
        else if (code === 123)
            this.#openFlow('{');
        else if (code === 93)
            this.#closeFlow(']');
        else if (code === 125)
            this.#closeFlow('}');
        else if (code === 44)
            this.#entry(',');
        else if (code === 45 && isBlankOrEnd(this.cursor.peek(1)))
            this.#entry('-');
        else if (code === 63 && this.#stands())
            this.#explicitKey();
        else if (code === 58 && this.#stands())
            this.#value();
        else
            return false;
        return true;
    }
    /** `?` and `:` are signs before a blank; in flow collections everywhere. */
    #stands() {
        return this.#flow > 0 || isBlankOrEnd(this.cursor.peek(1));
    }
    /** An alias, a property or a scalar that is not plain, if there is one. */
    #content(code) {
        const { cursor } = this;
        if (code === 42)
            this.#node((mark) => this.#token('alias', mark, scanAnchor(cursor)));
        else if (code === 38)
            this.#node((mark) => this.#token('anchor', mark, scanAnchor(cursor)));
        else if (code === 33)
            this.#tag();
        else if ((code === 124 || code === 62) && this.#flow === 0)
            this.#blockScalar();
        else if (code === 39 || code === 34)
            this.#node((mark) => this.#token('scalar', mark, scanQuoted(cursor, this.#json)));
        else
            return false;
        return true;
    }
    #endStream() {
        const { cursor } = this;
        if (cursor.column !== 0) {
            cursor.lineStart = cursor.at;
            cursor.line++;
        }
        this.#leaveBlocks();
        this.#queue.push(this.#token('stream-end', cursor.mark()));
        this.#ended = true;
    }
    #directive() {
        this.#leaveBlocks();
        const mark = this.cursor.mark();
        const directive = scanDirective(this.cursor);
        this.#queue.push('version' in directive
            ? this.#token('version', mark, directive.version)
            : this.#token('tag-directive', mark, directive.handle, directive.suffix));
    }
    #sign(type, length = 1) {
        const mark = this.cursor.mark();
        this.cursor.at += length;
        this.#queue.push(this.#token(type, mark));
    }
    #openFlow(type) {
        if (!this.#json)
            this.#saveKey();
        this.#keys.open();
        if (this.#flow > maxDepth)
            throw this.#tooDeep();
        this.#keyAllowed = true;
        this.#sign(type);
    }
    #closeFlow(type) {
        this.#keys.drop();
        this.#keys.close();
        this.#keyAllowed = false;
        this.#sign(type);
    }
    /** `-` or `,`: behind it a key may start. */
    #entry(type) {
        if (type === '-' && this.#flow === 0) {
            if (!this.#keyAllowed)
                throw this.cursor.fault('block sequence entries are not allowed in this context');
            this.#roll('block-sequence', this.cursor.mark());
        }
        this.#keys.drop();
        this.#keyAllowed = true;
        this.#sign(type);
    }
    #explicitKey() {
        if (this.#flow === 0) {
            if (!this.#keyAllowed)
                throw this.cursor.fault('mapping keys are not allowed in this context');
            this.#roll('block-mapping', this.cursor.mark());
        }
        this.#keys.drop();
        this.#keyAllowed = this.#flow === 0;
        this.#sign('?');
    }
    #value() {
        const key = this.#keys.current();
        if (key !== undefined) {
            this.#queue.insert(key.token, this.#token('?', key.mark, '', '', false, key.mark.at));
            this.#roll('block-mapping', key.mark, key.token);
            this.#keys.forget();
            this.#keyAllowed = false;
        }
        else {
            if (this.#flow === 0) {
                if (!this.#keyAllowed)
                    throw this.cursor.fault('mapping values are not allowed in this context');
                this.#roll('block-mapping', this.cursor.mark());
            }
            this.#keyAllowed = this.#flow === 0;
        }
        this.#sign(':');
    }
    #node(scan) {
        this.#saveKey();
        this.#keyAllowed = false;
        this.#queue.push(scan(this.cursor.mark()));
    }
    #tag() {
        this.#node((mark) => {
            const { handle, suffix } = scanTag(this.cursor);
            return this.#token('tag', mark, handle, suffix);
        });
    }
    #blockScalar() {
        this.#keys.drop();
        this.#keyAllowed = true;
        const mark = this.cursor.mark();
        const { value, end } = scanBlock(this.cursor, this.#indentation.column);
        this.#queue.push(this.#token('scalar', mark, value, '', false, end));
    }
    #plainScalar(code) {
        if (cannotStart.has(code) || isBlankOrEnd(code)) {
            const allowed = code === 45 || (this.#flow === 0 && (code === 63 || code === 58));
            if (!allowed)
                throw this.cursor.fault('found character that cannot start any token');
        }
        this.#saveKey();
        this.#keyAllowed = false;
        const mark = this.cursor.mark();
        const { value, end, brokenOff } = scanPlain(this.cursor, this.#indentation.column + 1, this.#flow > 0);
        this.#queue.push(this.#token('scalar', mark, value, '', true, end));
        if (brokenOff)
            this.#keyAllowed = true;
    }
}

;// CONCATENATED MODULE: ./lib/manifests/yaml/composer.js








/** Tokens that end a document without content. */
const outside = new Set(['stream-end', 'document-start', 'document-end', 'version', 'tag-directive']);
const endsFlow = (type) => type === ',' || type === '}' || type === ']';
const empty = (type) => type === '?' || type === ':' || type === 'block-end';
/** Makes plain values out of the first YAML document of a text, as sigs.k8s.io/yaml makes JSON out of it. */
class Composer {
    #scanner;
    #anchors = new Anchors();
    #directives = new Directives();
    #late = new LateFaults();
    #path = [];
    #doubled = [];
    #place = 0;
    constructor(text, start, end, json = false) {
        this.#scanner = new Scanner(text, start, end, json);
    }
    compose() {
        this.#directives.read(this.#scanner);
        const { type, start } = this.#scanner.peek();
        this.#place = start;
        const value = outside.has(type) ? null : this.#node(true, false);
        const place = this.#place;
        this.#scanner.peek();
        if (this.#late.first !== undefined)
            throw this.#late.first;
        return { value, place, doubled: this.#doubled };
    }
    #properties() {
        const start = this.#scanner.peek();
        let [anchor, tag] = [undefined, undefined];
        for (let token = start;; token = this.#scanner.peek()) {
            if (token.type === 'anchor' && anchor === undefined)
                anchor = token.value;
            else if (token.type === 'tag' && tag === undefined)
                tag = this.#directives.resolve(token, start);
            else
                return { anchor, tag, start };
            this.#scanner.take();
        }
    }
    #node(block, indentless) {
        this.#anchors.count();
        const first = this.#scanner.peek();
        if (first.type === 'alias')
            return this.#alias();
        if (first.type !== 'anchor' && first.type !== 'tag')
            return this.#content(block, indentless, first, undefined);
        const { anchor, tag, start } = this.#properties();
        if (anchor === undefined)
            return this.#content(block, indentless, start, tag);
        const named = this.#anchors.open(anchor, start.start);
        const value = this.#content(block, indentless, start, tag);
        this.#anchors.close(named, value, this.#place);
        return value;
    }
    #alias() {
        const token = this.#scanner.take();
        const target = this.#anchors.follow(token);
        if (target === undefined)
            this.#late.decoding(`anchor '${token.value}' value contains itself`, token);
        this.#place = target?.place ?? token.start;
        return target?.value ?? null;
    }
    #content(block, indentless, start, tag) {
        const token = this.#scanner.peek();
        switch (token.type) {
            case 'scalar':
                this.#scanner.take();
                this.#place = start.line === token.line ? token.start : start.start;
                return scalarValue(token, tag, this.#late);
            case '[':
                return this.#flowSequence(start);
            case '{':
                return this.#flowMapping(start);
            case '-':
                if (indentless)
                    return this.#sequence(start, true);
                break;
            case 'block-sequence':
                if (block)
                    return this.#sequence(start, false);
                break;
            case 'block-mapping':
                if (block)
                    return this.#mapping(start);
                break;
            default:
        }
        this.#place = start.start;
        if (start !== token)
            return tag === undefined ? null : taggedValue('', tag, token, this.#late);
        throw parserFault('did not find expected node content', token, start);
    }
    #sequence(start, indentless) {
        const opening = this.#scanner.peek();
        if (!indentless)
            this.#scanner.take();
        const places = new Places(opening.start, false, undefined);
        const items = [];
        for (;;) {
            const token = this.#scanner.peek();
            if (token.type !== '-') {
                if (!indentless && token.type !== 'block-end')
                    throw parserFault("did not find expected '-' indicator", token, start);
                if (!indentless)
                    this.#scanner.take();
                break;
            }
            this.#scanner.take();
            const next = this.#scanner.peek().type;
            const nothing = next === '-' || next === 'block-end' || (indentless && empty(next));
            this.#item(places, items, token.start, () => (nothing ? this.#nothing(token.end) : this.#node(true, false)));
        }
        this.#place = places;
        return items;
    }
    #item(places, items, dash, read) {
        this.#path.push(items.length);
        items.push(read());
        this.#path.pop();
        places.keyAt.push(dash);
        places.at.push(this.#place);
    }
    #entries(start, flow) {
        return new Entries(start, flow, this.#path, this.#doubled);
    }
    #nothing(at) {
        this.#place = at;
        return null;
    }
    #mapping(start) {
        const opening = this.#scanner.take();
        const entries = this.#entries(opening.start, false);
        for (;;) {
            const token = this.#scanner.peek();
            if (token.type === 'block-end')
                break;
            if (token.type !== '?')
                throw parserFault('did not find expected key', token, start);
            this.#scanner.take();
            const next = this.#scanner.peek();
            this.#entry(entries, token, empty(next.type) ? undefined : next, true);
        }
        this.#scanner.take();
        this.#place = entries.places;
        return entries.target;
    }
    /** One `key: value`, from behind the key sign; `first` is the key's first token, undefined where the key is empty. */
    #entry(entries, sign, first, block) {
        const merges = first?.type === 'scalar' && first.plain && first.value === '<<';
        const key = first === undefined ? null : this.#node(block, block);
        const keyAt = first?.start ?? sign.start;
        const name = merges ? '<<' : this.#keyName(key, first ?? sign);
        this.#path.push(name);
        const value = this.#value(block, sign);
        this.#path.pop();
        const place = this.#place;
        if (!merges)
            entries.set(name, value, keyAt, place);
        else if (!entries.merge(value, place, keyAt)) {
            this.#late.decoding('map merge requires map or sequence of maps as the value', first);
        }
    }
    #value(block, sign) {
        const colon = this.#scanner.peek();
        if (colon.type !== ':')
            return this.#nothing(block ? sign.end : colon.start);
        this.#scanner.take();
        const next = this.#scanner.peek();
        const nothing = block ? empty(next.type) : endsFlow(next.type);
        return nothing ? this.#nothing(colon.end) : this.#node(block, block);
    }
    #keyName(key, token) {
        if (typeof key === 'number')
            this.#late.forgive(token);
        const name = keyName(key);
        if (name !== undefined)
            return name;
        if (key === null)
            this.#late.converting('unsupported map key of type: %!s(<nil>)', token);
        else
            this.#late.decoding('invalid map key', token);
        return '';
    }
    #flowSequence(start) {
        const opening = this.#scanner.take();
        const places = new Places(opening.start, true, undefined);
        const items = [];
        while (this.#nextInFlow(items.length === 0, ']', start)) {
            const token = this.#scanner.peek();
            this.#item(places, items, token.start, () => (token.type === '?' ? this.#pair(token) : this.#node(false, false)));
        }
        this.#place = places;
        return items;
    }
    /** `[a: b]`: a mapping of one key, with no braces. */
    #pair(sign) {
        this.#scanner.take();
        this.#anchors.count();
        const entries = this.#entries(sign.start, true);
        this.#entry(entries, sign, this.#flowKey(), false);
        this.#place = entries.places;
        return entries.target;
    }
    #flowMapping(start) {
        const opening = this.#scanner.take();
        const entries = this.#entries(opening.start, true);
        for (let first = true; this.#nextInFlow(first, '}', start); first = false) {
            const token = this.#scanner.peek();
            if (token.type === '?') {
                this.#scanner.take();
                this.#entry(entries, token, this.#flowKey(), false);
            }
            else
                entries.set(this.#keyName(this.#node(false, false), token), null, token.start, token.start);
        }
        this.#place = entries.places;
        return entries.target;
    }
    /** The first token of a key in a flow collection, where there is a key. */
    #flowKey() {
        const next = this.#scanner.peek();
        return next.type === ':' || endsFlow(next.type) ? undefined : next;
    }
    /** Steps to the next entry of a flow collection; false behind its closing bracket. */
    #nextInFlow(first, closing, start) {
        let token = this.#scanner.peek();
        if (token.type !== closing && !first) {
            if (token.type !== ',')
                throw parserFault(`did not find expected ',' or '${closing}'`, token, start);
            this.#scanner.take();
            token = this.#scanner.peek();
        }
        if (token.type !== closing)
            return true;
        this.#scanner.take();
        return false;
    }
}

;// CONCATENATED MODULE: ./lib/manifests/yaml/documents.js
/** Offset just behind the JSON value that starts at `from`, by its brackets; undefined where they do not close. */
function jsonEnd(text, from) {
    let depth = 0;
    for (let at = from; at < text.length; at++) {
        const char = text.charCodeAt(at);
        if (char === 34) {
            for (at++; at < text.length && text.charCodeAt(at) !== 34; at++)
                if (text.charCodeAt(at) === 92)
                    at++;
        }
        else if (char === 123 || char === 91)
            depth++;
        else if (char === 125 || char === 93) {
            depth--;
            if (depth === 0)
                return at + 1;
        }
    }
    return undefined;
}
function isJson(text) {
    try {
        JSON.parse(text);
        return true;
    }
    catch {
        return false;
    }
}
function countLines(text, from, to) {
    let lines = 0;
    for (let at = text.indexOf('\n', from); at >= 0 && at < to; at = text.indexOf('\n', at + 1))
        lines++;
    return lines;
}
/** The JSON values at the start of a file that begins with `{`, and where YAML would go on. */
function splitJson(text) {
    const documents = [];
    let [at, line] = [0, 1];
    for (;;) {
        const start = at + (/^[\s\ufeff]*/.exec(text.slice(at))?.[0].length ?? 0);
        if (text[start] !== '{')
            break;
        const end = jsonEnd(text, start);
        if (end === undefined || !isJson(text.slice(start, end)))
            break;
        line += countLines(text, at, start);
        documents.push({ index: documents.length, start, end, line, json: true });
        line += countLines(text, start, end);
        at = end;
    }
    const rest = /^[^\S\n]*\n?/.exec(text.slice(at))?.[0] ?? '';
    return documents.length === 0
        ? { documents, at: 0, line: 1 }
        : { documents, at: at + rest.length, line: line + (rest.endsWith('\n') ? 1 : 0) };
}
/**
 * Cuts a file at lines that start with `---`. Behaviour of `YAMLOrJSONDecoder` in k8s.io/apimachinery/pkg/util/yaml: the
 * separator of an empty buffer belongs to the document that it starts.
 */
function splitDocuments(text) {
    const json = /^\s*\{/.test(text) ? splitJson(text) : { documents: [], at: 0, line: 1 };
    const documents = json.documents;
    let { at, line } = json;
    let [start, startLine] = [at, line];
    const close = (end) => {
        if (end > start)
            documents.push({ index: documents.length, start, end, line: startLine, json: false });
    };
    while (at < text.length) {
        const newline = text.indexOf('\n', at);
        const next = newline < 0 ? text.length : newline + 1;
        if (text.startsWith('---', at)) {
            const after = text.slice(at + 3, next).trim();
            if (after !== '' && !after.startsWith('#')) {
                return { documents, bad: { index: documents.length, documentLine: startLine, line, at, text: after } };
            }
            if (at > start) {
                close(at);
                [start, startLine] = [next, line + 1];
            }
        }
        at = next;
        line++;
    }
    close(text.length);
    return { documents, bad: undefined };
}

;// CONCATENATED MODULE: ./lib/manifests/yaml/open-parts.js

/**
 * Parts of the collections that are open, the innermost last. When one closes its parts are cut off, as arrays of just
 * their length: arrays that grow by themselves take four times the room, and there are three for every collection.
 */
class OpenParts {
    #keys = [];
    #keyAt = [];
    #at = [];
    #count = 0;
    get count() {
        return this.#count;
    }
    add(key, keyAt, at) {
        const index = this.#count++;
        this.#keys[index] = key;
        this.#keyAt[index] = keyAt;
        this.#at[index] = at;
    }
    /** A mapping of all parts from `first` on. */
    mapping(first, start, flow) {
        const keys = this.#keys.slice(first, this.#count);
        return this.#close(first, start, flow, keys);
    }
    /** A sequence of all parts from `first` on; their keys count for nothing. */
    sequence(first, start, flow) {
        return this.#close(first, start, flow, undefined);
    }
    #close(first, start, flow, keys) {
        const end = this.#count;
        this.#count = first;
        return new Places(start, flow, keys, this.#keyAt.slice(first, end), this.#at.slice(first, end));
    }
    /** Forgets what a reader left open that gave up. */
    clear() {
        this.#count = 0;
    }
}

;// CONCATENATED MODULE: ./lib/manifests/yaml/swift-flow.js




/** Thrown where the swift reader meets what it leaves to the exact one. Not an error: made once, without a stack. */
const notSwift = Symbol('not swift');
const LINE_FEED = 10;
const BLANK = 32;
const HASH = 35;
const QUOTE = 39;
const DOUBLE_QUOTE = 34;
const longestKey = 1000;
const deepest = 60;
/** Signs that start no plain scalar, or one that has to be looked at closely: `- ? : , [ ] { } # & * ! | > ' " % @ \`` and tab. */
const special = new Uint8Array(128);
for (const char of '?:,[]{}#&*!|>\'"%@`\t')
    special[char.charCodeAt(0)] = 1;
/**
 * Reads flow collections and scalars of the everyday sort, in one pass and with no tokens. Whatever is unusual or wrong
 * makes it give up with `notSwift`; what it accepts is what the exact reader (`Composer`) makes of it, places included.
 */
class SwiftFlow {
    parts;
    text;
    end;
    #json;
    pos;
    /** Place of the value that was read last. */
    place = 0;
    depth = 0;
    constructor(text, start, end, json, parts) {
        this.parts = parts;
        this.text = text;
        this.pos = start;
        this.end = end;
        this.#json = json;
    }
    code(at) {
        return at < this.end ? this.text.charCodeAt(at) : LINE_FEED;
    }
    enter() {
        if (++this.depth > deepest)
            throw notSwift;
    }
    /** A quoted scalar; `key` where it may not go on in another line. */
    quoted(key) {
        const { text, pos } = this;
        const quote = text.charCodeAt(pos);
        for (let at = pos + 1; at < this.end; at++) {
            const code = text.charCodeAt(at);
            if (code === quote) {
                if (quote === QUOTE && this.code(at + 1) === QUOTE)
                    break;
                this.pos = at + 1;
                return text.slice(pos + 1, at);
            }
            if (code === 92 || code === LINE_FEED)
                break;
        }
        return this.#quotedExactly(key);
    }
    #quotedExactly(key) {
        const cursor = new Cursor(this.text, this.pos, this.end);
        // The cursor's own column is of no use here: an indicator at the start of the scalar is none.
        cursor.lineStart = -1;
        let value;
        try {
            value = scanQuoted(cursor, this.#json);
        }
        catch {
            throw notSwift;
        }
        if (key && cursor.line > 0)
            throw notSwift;
        this.pos = cursor.at;
        return value;
    }
    /** Blanks, breaks and comments within a flow collection. */
    #skip() {
        for (;;) {
            const code = this.code(this.pos);
            if (this.pos >= this.end)
                throw notSwift;
            if (code === BLANK)
                this.pos++;
            else if (code === LINE_FEED) {
                this.pos++;
                const first = this.code(this.pos);
                if (first === 45 || first === 46 || first === 0xfeff)
                    throw notSwift;
            }
            else if (code === HASH) {
                const before = this.code(this.pos - 1);
                if (before !== BLANK && before !== LINE_FEED)
                    throw notSwift;
                const next = this.text.indexOf('\n', this.pos);
                this.pos = next < 0 ? this.end : next;
            }
            else
                return;
        }
    }
    #plain() {
        const { pos } = this;
        const first = this.code(pos);
        if (first < 128 && special[first] === 1)
            throw notSwift;
        if (first === 45 && isGap(this.code(pos + 1)))
            throw notSwift;
        let end = pos;
        for (let at = pos;; at++) {
            const code = this.code(at);
            if (code === LINE_FEED || code === 44 || code === 93 || code === 125)
                break;
            if (code === 58 && isGap(this.code(at + 1)))
                break;
            if (code === 63 || code === 91 || code === 123 || code === 9)
                throw notSwift;
            if (code !== BLANK)
                end = at + 1;
            else if (this.code(at + 1) === HASH)
                break;
        }
        this.pos = end;
        return this.text.slice(pos, end);
    }
    /** `[\u2026]` or `{\u2026}`, from its opening sign on. */
    flow() {
        this.enter();
        const value = this.code(this.pos) === 91 ? this.#sequence() : this.#mapping();
        this.depth--;
        return value;
    }
    #value() {
        const code = this.code(this.pos);
        if (code === 91 || code === 123)
            return this.flow();
        this.place = this.pos;
        if (code === QUOTE || code === DOUBLE_QUOTE)
            return this.quoted(false);
        return resolved(this.#plain());
    }
    /** Behind a value: true behind the closing sign too, false before the next entry. */
    #closes(sign) {
        this.#skip();
        const code = this.code(this.pos);
        if (code !== 44 && code !== sign)
            throw notSwift;
        this.pos++;
        if (code === sign)
            return true;
        this.#skip();
        if (this.code(this.pos) !== sign)
            return false;
        this.pos++;
        return true;
    }
    #sequence() {
        const [start, first] = [this.pos, this.parts.count];
        const items = [];
        this.pos++;
        this.#skip();
        let done = this.code(this.pos) === 93;
        if (done)
            this.pos++;
        while (!done) {
            const at = this.pos;
            items.push(this.#value());
            this.parts.add('', at, this.place);
            done = this.#closes(93);
        }
        this.place = this.parts.sequence(first, start, true);
        return items;
    }
    #mapping() {
        const [start, first] = [this.pos, this.parts.count];
        const target = emptyMapping();
        this.pos++;
        this.#skip();
        let done = this.code(this.pos) === 125;
        if (done)
            this.pos++;
        while (!done) {
            const at = this.pos;
            const key = this.#key();
            this.#skip();
            if (target[key] !== undefined)
                throw notSwift;
            target[key] = this.#value();
            this.parts.add(key, at, this.place);
            done = this.#closes(125);
        }
        this.place = this.parts.mapping(first, start, true);
        return target;
    }
    /** A key and its colon, on one line. */
    #key() {
        const { pos } = this;
        const code = this.code(pos);
        const isQuoted = code === QUOTE || code === DOUBLE_QUOTE;
        const key = isQuoted ? this.quoted(true) : plainKey(this.#plain());
        while (this.code(this.pos) === BLANK)
            this.pos++;
        if (this.code(this.pos) !== 58 || this.pos - pos > longestKey)
            throw notSwift;
        if (!isQuoted && !isGap(this.code(this.pos + 1)))
            throw notSwift;
        this.pos++;
        return key;
    }
}
function isGap(code) {
    return code === BLANK || code === LINE_FEED || code === 9;
}
/** Whether a code starts what is no everyday plain scalar. */
function isSpecial(code) {
    return code < 128 && special[code] === 1;
}
/** A plain scalar as a key: numbers, words for booleans and merges go to the exact reader. */
function plainKey(text) {
    if (text === '<<' || typeof resolvePlain(text) !== 'string')
        throw notSwift;
    return text;
}
/** A plain scalar as a value; numbers that JSON has not go to the exact reader. */
function resolved(text) {
    const value = resolvePlain(text);
    if (typeof value === 'number' && !Number.isFinite(value))
        throw notSwift;
    return value;
}

;// CONCATENATED MODULE: ./lib/manifests/yaml/swift-lines.js

const swift_lines_HASH = 35;
/** Goes from line to line; see `SwiftFlow`. */
class SwiftLines extends SwiftFlow {
    /** Column of `pos` while it is at the first word of a line; -1 at the end. */
    column = 0;
    /** Goes to the first word of the next line that has one, from the start of a line. */
    toLine() {
        for (;;) {
            const lineStart = this.pos;
            while (this.code(this.pos) === BLANK)
                this.pos++;
            if (this.pos >= this.end) {
                this.column = -1;
                return;
            }
            const code = this.text.charCodeAt(this.pos);
            if (code === LINE_FEED)
                this.pos++;
            else if (code === swift_lines_HASH)
                this.#skipLine();
            else {
                this.column = this.pos - lineStart;
                this.#check(code);
                return;
            }
        }
    }
    /** Tabs, byte order marks, directives and document indicators are left to the exact reader. */
    #check(code) {
        if (code === 9 || code === 0xfeff)
            throw notSwift;
        if (this.column > 0)
            return;
        if (code === 37 || this.text.startsWith('---', this.pos) || this.text.startsWith('...', this.pos))
            throw notSwift;
    }
    #skipLine() {
        const next = this.text.indexOf('\n', this.pos);
        this.pos = next < 0 || next >= this.end ? this.end : next + 1;
    }
    /** Behind a value: nothing but a comment may follow on its line. */
    restOfLine() {
        const from = this.pos;
        while (this.code(this.pos) === BLANK)
            this.pos++;
        const code = this.code(this.pos);
        if (code === swift_lines_HASH && this.pos > from)
            this.#skipLine();
        else if (code === LINE_FEED)
            this.pos++;
        else
            throw notSwift;
        this.toLine();
    }
}
/** Breaks other than a line feed, which the swift reader does not know. */
const otherBreaks = /[\r\x85\u2028\u2029]/;
/** Whether a text has only line feeds as breaks, so that the swift reader can be tried on it. */
function isEveryday(text) {
    return !otherBreaks.test(text);
}

;// CONCATENATED MODULE: ./lib/manifests/yaml/swift.js






const swift_HASH = 35;
const DASH = 45;
const COLON = 58;
/** Block collections of the everyday sort; see `SwiftFlow`. */
class Swift extends SwiftLines {
    /** Column of the innermost open block collection. */
    #indent = -1;
    compose() {
        if (this.text.startsWith('---', this.pos)) {
            this.pos += 3;
            this.restOfLine();
        }
        else
            this.toLine();
        const start = this.pos;
        this.place = start;
        const value = this.column < 0 ? null : this.#node();
        if (this.column >= 0)
            throw notSwift;
        return { value, place: this.place, doubled: [] };
    }
    /** The node that starts at the first word of a line. */
    #node() {
        const column = this.column;
        if (this.#atDash())
            return this.#sequence(column, false);
        const at = this.pos;
        const key = this.#key();
        if (key !== undefined)
            return this.#mapping(column, key, at);
        return this.#inline();
    }
    #atDash() {
        return this.code(this.pos) === DASH && isGap(this.code(this.pos + 1));
    }
    /** A key and its colon, if that is what starts here; else nothing is taken. */
    #key() {
        const from = this.pos;
        const first = this.code(from);
        const isQuoted = first === QUOTE || first === DOUBLE_QUOTE;
        if (!isQuoted && isSpecial(first))
            return undefined;
        const key = isQuoted ? this.#quotedKey() : this.#plainKey();
        if (key === undefined) {
            this.pos = from;
            return undefined;
        }
        if (this.pos - from > 1000)
            throw notSwift;
        this.pos++;
        return key;
    }
    #quotedKey() {
        const from = this.pos;
        const end = this.text.indexOf('\n', from);
        const key = this.quoted(false);
        while (this.code(this.pos) === BLANK)
            this.pos++;
        if (this.code(this.pos) !== COLON || !isGap(this.code(this.pos + 1)))
            return undefined;
        if (end >= 0 && this.pos > end)
            throw notSwift;
        return key;
    }
    #plainKey() {
        const from = this.pos;
        let end = from;
        for (let at = from;; at++) {
            const code = this.code(at);
            if (code === LINE_FEED)
                return undefined;
            if (code === COLON && isGap(this.code(at + 1))) {
                this.pos = at;
                return plainKey(this.text.slice(from, end));
            }
            if (code === 9)
                throw notSwift;
            if (code !== BLANK)
                end = at + 1;
            else if (this.code(at + 1) === swift_HASH)
                return undefined;
        }
    }
    /** A value on the line of its key or dash, or a scalar on a line of its own. */
    #inline() {
        const code = this.code(this.pos);
        let value;
        this.place = this.pos;
        if (code === 124 || code === 62)
            return this.#block();
        if (code === 91 || code === 123)
            value = this.flow();
        else if (code === QUOTE || code === DOUBLE_QUOTE)
            value = this.quoted(false);
        else
            value = this.#plain(code);
        this.restOfLine();
        if (this.column > this.#indent)
            throw notSwift;
        return value;
    }
    #plain(first) {
        if (isSpecial(first) || (first === DASH && isGap(this.code(this.pos + 1))))
            throw notSwift;
        const from = this.pos;
        let end = from;
        for (let at = from;; at++) {
            const code = this.code(at);
            if (code === LINE_FEED)
                break;
            if (code === 9 || (code === COLON && isGap(this.code(at + 1))))
                throw notSwift;
            if (code !== BLANK)
                end = at + 1;
            else if (this.code(at + 1) === swift_HASH)
                break;
        }
        this.pos = end;
        return resolved(this.text.slice(from, end));
    }
    #block() {
        const cursor = new Cursor(this.text, this.pos, this.end);
        let value;
        try {
            ({ value } = scanBlock(cursor, this.#indent));
        }
        catch {
            throw notSwift;
        }
        this.pos = cursor.lineStart;
        if (cursor.at >= this.end)
            this.pos = this.end;
        this.toLine();
        if (this.column > this.#indent)
            throw notSwift;
        return value;
    }
    #sequence(column, indentless) {
        const outer = this.#indent;
        this.#indent = column;
        this.enter();
        const [start, first] = [this.pos, this.parts.count];
        const items = [];
        while (this.column === column && this.#atDash()) {
            const at = this.pos;
            items.push(this.#item(column));
            this.parts.add('', at, this.place);
        }
        if (this.column > column || (this.column === column && !indentless))
            throw notSwift;
        this.#indent = outer;
        this.depth--;
        this.place = this.parts.sequence(first, start, false);
        return items;
    }
    #item(column) {
        const dash = this.pos;
        this.pos++;
        while (this.code(this.pos) === BLANK)
            this.pos++;
        const code = this.code(this.pos);
        if (code !== LINE_FEED && code !== swift_HASH) {
            if (code === 9)
                throw notSwift;
            this.column = column + this.pos - dash;
            return this.#node();
        }
        this.pos = dash + 1;
        this.restOfLine();
        if (this.column > column)
            return this.#node();
        this.place = dash + 1;
        return null;
    }
    #mapping(column, first, start) {
        const outer = this.#indent;
        this.#indent = column;
        this.enter();
        const firstPart = this.parts.count;
        const target = emptyMapping();
        let key = first;
        let at = start;
        while (key !== undefined) {
            // Doubled keys are the exact reader's.
            if (target[key] !== undefined)
                throw notSwift;
            target[key] = this.#value(column);
            this.parts.add(key, at, this.place);
            if (this.column !== column)
                break;
            at = this.pos;
            if (this.#atDash())
                throw notSwift;
            key = this.#key();
            if (key === undefined)
                throw notSwift;
        }
        if (this.column > column)
            throw notSwift;
        this.#indent = outer;
        this.depth--;
        this.place = this.parts.mapping(firstPart, start, false);
        return target;
    }
    /** The value of a block mapping's key, from behind the colon. */
    #value(column) {
        const colon = this.pos;
        while (this.code(this.pos) === BLANK)
            this.pos++;
        const code = this.code(this.pos);
        if (code !== LINE_FEED && (code !== swift_HASH || this.pos === colon))
            return this.#inline();
        this.pos = colon;
        this.restOfLine();
        if (this.column > column)
            return this.#node();
        if (this.column === column && this.#atDash())
            return this.#sequence(column, true);
        this.place = colon;
        return null;
    }
}
/**
 * Reads a document if it is of the everyday sort; else undefined, and the exact reader has to do it.
 * @param parts may be used again for the next document
 */
function composeSwiftly(text, start, end, json, parts = new OpenParts()) {
    try {
        return new Swift(text, start, end, json, parts).compose();
    }
    catch (reason) {
        parts.clear();
        if (reason === notSwift)
            return undefined;
        throw reason;
    }
}

;// CONCATENATED MODULE: ./lib/manifests/read.js












/** Largest file that is read, in UTF-16 units; the API server takes 3 MiB at most. */
const maxLength = 4 * 1024 * 1024;
/** Largest number of documents in one file. */
const maxDocuments = 10_000;
const notYaml = 'Mend the YAML: kubectl refuses the document as it is.';
function isObject(value) {
    return typeof value === 'object' && value !== null && !Array.isArray(value);
}
function control(text, { start, end }) {
    const at = text.slice(start, end).search(forbidden);
    return at < 0 ? undefined : new YamlFault('control characters are not allowed', start + at, undefined);
}
function syntax(source, { line, start }, fault) {
    const named = fault.line === undefined ? undefined : source.lineAt(line + fault.line - 1);
    const from = named ?? Math.min(fault.at, source.text.length);
    const at = source.location(from, Math.max(fault.at, from));
    const message = fault.line === undefined ? fault.message : `line ${line + fault.line - 1}: ${fault.message}`;
    return (0,diagnosis/* diagnoseText */.qR)('yaml-syntax', at, message, notYaml, `${start === 0 ? 0 : line}:${fault.message}`);
}
function separator(source, bad) {
    const at = source.location(bad.at, bad.at + 3 + bad.text.length);
    const message = `\`---\` is followed by \`${bad.text.slice(0, 60)}\`; kubectl reads nothing from line ${bad.documentLine} on`;
    return (0,diagnosis/* diagnoseText */.qR)('yaml-syntax', at, message, 'Put `---` alone on its line; only a comment may follow it.', 'separator');
}
/** Reads the objects of one document into `into`. */
class DocumentReader {
    #source;
    #into;
    #everyday;
    #parts = new OpenParts();
    /** Whether there may be characters that YAML forbids. */
    #suspect;
    constructor(source, into) {
        this.#source = source;
        this.#into = into;
        this.#suspect = unusual.test(source.text);
        this.#everyday = !this.#suspect || isEveryday(source.text);
    }
    read(document) {
        const { text } = this.#source;
        const composed = this.#compose(text, document);
        if (composed === undefined || composed.value === null)
            return;
        const origin = { source: this.#source, document: document.index, place: composed.place };
        this.#object(composed.value, origin);
        this.#doubled(composed, origin);
    }
    #compose(text, document) {
        try {
            const fault = this.#suspect ? control(text, document) : undefined;
            if (fault !== undefined)
                throw fault;
            const { start, end, json } = document;
            const from = text.charCodeAt(start) === 0xfeff ? start + 1 : start;
            const swift = this.#everyday ? composeSwiftly(text, from, end, json, this.#parts) : undefined;
            return swift ?? new Composer(text, from, end, json).compose();
        }
        catch (error) {
            if (!(error instanceof YamlFault))
                throw error;
            this.#into.diagnostics.push(syntax(this.#source, document, error));
            return undefined;
        }
    }
    #object(value, origin) {
        if (!isObject(value)) {
            this.#noObject(origin);
            return;
        }
        const manifest = new ReadManifest(value, origin);
        if (manifest.apiVersion === '' || manifest.kind === '')
            this.#nameless(manifest);
        else if (manifest.kind === 'List' && manifest.apiVersion === 'v1' && Array.isArray(value['items']))
            this.#items(value['items'], origin);
        else
            this.#into.manifests.push(manifest);
    }
    #items(items, origin) {
        const { place } = origin;
        const list = place instanceof Places ? place.at[place.keys?.lastIndexOf('items') ?? -1] : undefined;
        for (const [item, value] of items.entries()) {
            const itemPlace = list instanceof Places ? list.at[item] : undefined;
            this.#object(value, { ...origin, item, place: itemPlace ?? startOf(place) });
        }
    }
    #noObject(origin) {
        const message = 'the document is no mapping, so it is no Kubernetes object';
        const remediation = 'Write one object per document, or a `kind: List` with `items`.';
        this.#into.diagnostics.push((0,diagnosis/* diagnoseText */.qR)('object-identity', locate(origin, [], 'value'), message, remediation, String(origin.document)));
    }
    #nameless(manifest) {
        for (const field of ['apiVersion', 'kind']) {
            if (manifest[field] !== '')
                continue;
            const message = `${field} is not set, or is no string`;
            const remediation = `Say what the object is: set \`${field}\`.`;
            this.#into.diagnostics.push((0,diagnosis/* diagnose */.h4)(manifest, {
                rule: 'object-identity',
                severity: 'error',
                path: [field],
                what: 'value',
                message,
                remediation,
            }));
        }
    }
    #doubled({ doubled, value, place }, origin) {
        const whole = new ReadManifest(isObject(value) ? value : {}, origin);
        for (const { key, path, at, valueAt } of doubled) {
            const found = (0,diagnosis/* diagnose */.h4)(whole, {
                rule: 'yaml-duplicate-key',
                severity: 'error',
                path: [...path, key],
                what: 'key',
                message: `\`${[...path, key].join('.')}\` is there twice; kubectl takes the last one in silence`,
                remediation: `Delete one of the two \`${key}\`.`,
            });
            const where = this.#source.location(at, Math.max(at + key.length, valueAt));
            const fix = fixOfDoubled(this.#source, place, path, key, at);
            this.#into.diagnostics.push({ ...found, at: where, ...(fix ? { fix } : {}) });
        }
    }
}
/**
 * Reads one YAML or JSON file as kubectl and the API server do: documents, `List` items, YAML 1.1 words, anchors, merge
 * keys, doubled keys. Pure, linear in the size of the text, and never throws on input.
 *
 * @param file path as the user gave it; it is only named, not opened
 */
function readManifests(file, text) {
    const source = new Source(file, text);
    const into = { manifests: [], diagnostics: [] };
    if (text.length > maxLength) {
        const message = `the file has ${text.length} characters, more than ${maxLength}: it was not read`;
        into.diagnostics.push((0,diagnosis/* diagnoseText */.qR)('yaml-syntax', source.location(0, 0), message, 'Split the file.', 'size'));
        return into;
    }
    const { documents, bad } = splitDocuments(text);
    if (documents.length > maxDocuments) {
        const message = `the file has ${documents.length} documents, more than ${maxDocuments}: it was not read`;
        into.diagnostics.push((0,diagnosis/* diagnoseText */.qR)('yaml-syntax', source.location(0, 0), message, 'Split the file.', 'documents'));
        return into;
    }
    const reader = new DocumentReader(source, into);
    for (const document of documents)
        reader.read(document);
    if (bad !== undefined)
        into.diagnostics.push(separator(source, bad));
    return into;
}


/***/ }),

/***/ 4841:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   F: () => (/* binding */ isSame)
/* harmony export */ });
function haveSameKeys(left, right) {
    const keys = Object.keys(left);
    return (keys.length === Object.keys(right).length &&
        keys.every((key) => Object.hasOwn(right, key) && isSame(left[key], right[key])));
}
/** Whether two values are the same JSON. What was read has no prototypes, and what is written in our sources has: that makes no difference here. */
function isSame(left, right) {
    if (Object.is(left, right))
        return true;
    if (typeof left !== 'object' || typeof right !== 'object' || left === null || right === null)
        return false;
    if (Array.isArray(left) || Array.isArray(right)) {
        if (!Array.isArray(left) || !Array.isArray(right) || left.length !== right.length)
            return false;
        return left.every((item, index) => isSame(item, right[index]));
    }
    return haveSameKeys(left, right);
}


/***/ }),

/***/ 6075:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   l: () => (/* binding */ serviceFacts),
/* harmony export */   n: () => (/* binding */ manifestsDigest)
/* harmony export */ });
/* harmony import */ var _domain_digest_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(2002);

function serviceFacts(manifests) {
    const namespaces = new Set(manifests.flatMap(({ namespace }) => namespace ?? []));
    const ingresses = manifests.filter(({ kind }) => kind === 'Ingress');
    return {
        namespace: namespaces.size === 1 ? [...namespaces][0] : undefined,
        autoscalers: manifests.filter(({ kind }) => kind === 'HorizontalPodAutoscaler').map(autoscalerFacts),
        workloads: manifests
            .filter(({ kind }) => ['Deployment', 'StatefulSet', 'DaemonSet'].includes(kind))
            .map(({ name }) => name),
        ingressHost: ingresses
            .flatMap(({ value }) => items(at(value, 'spec', 'rules')).flatMap((rule) => text(at(rule, 'host')) ?? []))[0]
            // A wildcard stands for exactly one label; no client can ask for it as it is written.
            ?.replace(/^\*\./, 'any.'),
        hasIngress: ingresses.length > 0,
        ingressClasses: unique(ingresses.flatMap(({ value }) => text(at(value, 'spec', 'ingressClassName')) ?? [])),
        images: unique(manifests.flatMap(({ value }) => imagesOf(value['spec']))),
    };
}
/** `sha256:` over the objects in their order: what a subject is known by. */
function manifestsDigest(manifests) {
    return `sha256:${(0,_domain_digest_js__WEBPACK_IMPORTED_MODULE_0__/* .sha256 */ .s)(manifests.map(({ value }) => `${JSON.stringify(value)}\n`).join(''))}`;
}
function autoscalerFacts({ name, value }) {
    const window = at(value, 'spec', 'behavior', 'scaleDown', 'stabilizationWindowSeconds');
    return {
        name,
        min: Number(at(value, 'spec', 'minReplicas') ?? 1),
        max: Number(at(value, 'spec', 'maxReplicas') ?? 1),
        target: text(at(value, 'spec', 'scaleTargetRef', 'name')) ?? '',
        ...(typeof window === 'number' ? { downWindowSeconds: window } : {}),
    };
}
/** Images under `containers` and `initContainers`, however deep the pod template is. */
function imagesOf(value) {
    if (Array.isArray(value))
        return value.flatMap(imagesOf);
    if (!isObject(value))
        return [];
    return Object.entries(value).flatMap(([key, child]) => key === 'containers' || key === 'initContainers'
        ? items(child).flatMap((container) => text(at(container, 'image')) ?? [])
        : imagesOf(child));
}
function at(value, ...path) {
    return path.reduce((inner, key) => (isObject(inner) ? inner[key] : undefined), value);
}
function isObject(value) {
    return typeof value === 'object' && value !== null && !Array.isArray(value);
}
function items(value) {
    return Array.isArray(value) ? value : [];
}
function text(value) {
    return typeof value === 'string' && value !== '' ? value : undefined;
}
function unique(values) {
    return [...new Set(values)].sort();
}


/***/ }),

/***/ 2387:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   C: () => (/* binding */ Faults)
/* harmony export */ });
/** Collects what the API server's validation would say, in its causes. */
class Faults {
    problems = [];
    get count() {
        return this.problems.length;
    }
    #add(type, at, said, remediation) {
        const { field, path } = at;
        const message = `${field === '' ? 'the object' : `\`${field}\``} ${said}`;
        this.problems.push({
            stage: 'validate',
            type,
            field,
            path,
            message,
            ...(remediation === undefined ? {} : { remediation }),
        });
    }
    required(at, why = '') {
        this.#add('FieldValueRequired', at, why === '' ? 'is required' : `is required: ${why}`);
    }
    invalid(at, value, why) {
        this.#add('FieldValueInvalid', at, `is ${show(value)}: ${why}`);
    }
    typeInvalid(at, value, why) {
        this.#add('FieldValueTypeInvalid', at, `is ${show(value)}: ${why}`);
    }
    notSupported(at, value, supported) {
        const list = supported.map((word) => `\`${word}\``).join(', ');
        this.#add('FieldValueNotSupported', at, `is ${show(value)}, which is none of ${list}`, `Use one of ${list}.`);
    }
    duplicate(at, value) {
        this.#add('FieldValueDuplicate', at, `is ${show(value)} a second time`, 'Give each its own.');
    }
    notFound(at, value) {
        this.#add('FieldValueNotFound', at, `names ${show(value)}, which is not there`);
    }
    forbidden(at, why) {
        this.#add('FieldValueForbidden', at, `is not allowed: ${why}`);
    }
    tooLong(at, most) {
        this.#add('FieldValueTooLong', at, `is longer than ${most} bytes`);
    }
    tooMany(at, count, most) {
        this.#add('FieldValueTooMany', at, `has ${count} items, more than ${most}`);
    }
    /** One fault for each reason. */
    all(at, value, reasons) {
        for (const reason of reasons)
            this.invalid(at, value, reason);
    }
    /** A value that must be one of a few; an empty one is missing. */
    oneOf(at, value, supported) {
        if (value === '')
            this.required(at);
        else if (!supported.includes(value))
            this.notSupported(at, value, supported);
    }
    nonNegative(at, value) {
        if (value !== undefined && value < 0)
            this.invalid(at, value, 'must be greater than or equal to 0');
    }
    positive(at, value) {
        if ((value ?? 0) <= 0)
            this.invalid(at, value ?? 0, 'must be greater than zero');
    }
}
/** More items than are shown of any list, whatever they are. */
const enough = 60;
function show(value) {
    const part = Array.isArray(value) ? value.slice(0, enough) : value;
    const text = typeof part === 'string' ? part : JSON.stringify(part);
    return `\`${text !== undefined && text.length > 80 ? `${text.slice(0, 77)}\u2026` : text}\``;
}


/***/ }),

/***/ 1624:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   D_: () => (/* binding */ repeats),
/* harmony export */   Jt: () => (/* binding */ flag),
/* harmony export */   P$: () => (/* binding */ strings),
/* harmony export */   Qq: () => (/* binding */ text),
/* harmony export */   Te: () => (/* binding */ texts),
/* harmony export */   Xy: () => (/* binding */ objectOf),
/* harmony export */   ai: () => (/* binding */ number),
/* harmony export */   gP: () => (/* binding */ either),
/* harmony export */   jO: () => (/* binding */ entries),
/* harmony export */   jf: () => (/* binding */ child),
/* harmony export */   lq: () => (/* binding */ optional),
/* harmony export */   p_: () => (/* binding */ list),
/* harmony export */   vz: () => (/* binding */ structs),
/* harmony export */   w3: () => (/* binding */ struct),
/* harmony export */   zy: () => (/* binding */ has)
/* harmony export */ });
const none = {};
function objectOf(value) {
    return typeof value === 'object' && value !== null && !Array.isArray(value) ? value : undefined;
}
function child(parent, name) {
    return parent === undefined ? undefined : objectOf(parent[name]);
}
/** A struct that is there even if nobody wrote it. */
function struct(parent, name) {
    return child(parent, name) ?? none;
}
/** A list of structs; null items are empty ones. */
function structs(parent, name) {
    return list(parent, name).map((item) => objectOf(item) ?? none);
}
function list(parent, name) {
    const value = parent?.[name];
    return Array.isArray(value) ? value : [];
}
function strings(parent, name) {
    return list(parent, name).map((item) => (typeof item === 'string' ? item : ''));
}
function text(parent, name) {
    const value = parent?.[name];
    return typeof value === 'string' ? value : '';
}
/** A string behind a pointer: undefined where it is absent, which is not the same as empty. */
function optional(parent, name) {
    const value = parent?.[name];
    return typeof value === 'string' ? value : undefined;
}
function number(parent, name) {
    const value = parent?.[name];
    return typeof value === 'number' ? value : undefined;
}
function flag(parent, name) {
    const value = parent?.[name];
    return typeof value === 'boolean' ? value : undefined;
}
/** An int-or-string. */
function either(parent, name) {
    const value = parent?.[name];
    return typeof value === 'number' || typeof value === 'string' ? value : undefined;
}
function entries(parent, name) {
    const map = child(parent, name);
    return map === undefined ? [] : Object.entries(map).map(([key, value]) => [key, value ?? null]);
}
function texts(parent, name) {
    return entries(parent, name).map(([key, value]) => [key, typeof value === 'string' ? value : '']);
}
/** Says of each value of a list, asked in order, whether it was there before. */
function repeats() {
    const seen = new Set();
    return (value) => seen.size === seen.add(value).size;
}
function has(parent, name) {
    return parent !== undefined && Object.hasOwn(parent, name) && parent[name] !== null;
}


/***/ }),

/***/ 9321:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   N: () => (/* binding */ Overdue)
/* harmony export */ });
/** Work was ended because its time was over. */
class Overdue extends Error {
    name = 'Overdue';
    ms;
    constructor(ms) {
        super(`not done after ${ms} ms`);
        this.ms = ms;
    }
}


/***/ }),

/***/ 6520:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  S4: () => (/* binding */ judge),
  wO: () => (/* binding */ unfinishedRule)
});

// UNUSED EXPORTS: mostPairs

// EXTERNAL MODULE: ./lib/manifests/graph/kind.js
var kind = __webpack_require__(1031);
// EXTERNAL MODULE: ./lib/manifests/graph/json.js
var json = __webpack_require__(9199);
// EXTERNAL MODULE: ./lib/manifests/late-diagnostic.js
var late_diagnostic = __webpack_require__(5366);
;// CONCATENATED MODULE: ./lib/stages/lint/change.js

/** Whether the key stands in a block of its own lines: in `{replicas: 2, paused: true}` a line can not be taken out. */
function ownLine({ on, path }) {
    const key = on.locate(path, 'key');
    const siblings = Object.keys((0,json/* asObject */.eB)((0,json/* dig */.rO)(on.value, ...path.slice(0, -1))) ?? {});
    const parent = on.locate(path.slice(0, -1), 'key');
    if (path.length > 1 && parent.start.line === key.start.line)
        return false;
    return siblings.every((sibling) => {
        const other = on.locate([...path.slice(0, -1), sibling], 'key');
        return sibling === path.at(-1) || other.start.line !== key.start.line;
    });
}
/** The line of a key with a scalar behind it. */
function wholeLine(change) {
    const key = change.on.locate(change.path, 'key');
    const value = change.on.locate(change.path, 'value');
    if (key.start.line !== value.end.line || !ownLine(change))
        return undefined;
    return { file: key.file, start: { line: key.start.line, column: 1 }, end: { line: key.start.line + 1, column: 1 } };
}
/** A change as edits of text, or undefined where the text does not allow it without risk. */
function changeOf(change) {
    const { on, path, action, description } = change;
    const present = (0,json/* dig */.rO)(on.value, ...path) !== undefined;
    if (!present)
        return undefined;
    if (action === 'delete') {
        const at = wholeLine(change);
        return at && { description, edits: [{ at, text: '' }] };
    }
    return { description, edits: [{ at: on.locate(path, 'value'), text: action.set }] };
}

;// CONCATENATED MODULE: ./lib/stages/lint/embedded.js
const header = /^(?:[&!]\S*[ \t]+)*([|>])[^\r\n]*(?:\r\n|\r|\n)/;
const breaks = /\r\n|\r|\n/;
const indentOf = (line) => line.length - line.trimStart().length;
/** Lines of the text, by the lines that they are written in. In a folded block neighbours are one line, apart from deeper ones. */
function blockOf(written, folded) {
    const rows = written.split(breaks).slice(1);
    const base = rows.reduce((least, row) => (row.trim() === '' ? least : Math.min(least, indentOf(row))), Infinity);
    const block = [];
    let [line, blanks, deepBefore] = [-1, 0, false];
    for (const [index, row] of rows.entries()) {
        if (row.trim() === '') {
            blanks++;
            continue;
        }
        const deep = indentOf(row) > base;
        if (line < 0)
            line = blanks;
        else
            line += folded && !deep && !deepBefore ? blanks : 1 + blanks;
        block[line] ??= { row: index, column: indentOf(row) + 1 };
        [blanks, deepBefore] = [0, deep];
    }
    return block;
}
/** Read once for each text: a long file may have as many findings as lines. */
const blocks = new WeakMap();
function knownOf({ on, path }) {
    const known = blocks.get(on) ?? new Map();
    blocks.set(on, known);
    const key = JSON.stringify(path);
    const before = known.get(key);
    if (before !== undefined)
        return before;
    const written = on.written?.(path, 'value') ?? '';
    const style = header.exec(written)?.[1];
    const made = { value: on.locate(path, 'value'), block: style && blockOf(written, style === '>') };
    known.set(key, made);
    return made;
}
/** A line of an embedded file. In a quoted text there is no line to point at, and the whole value is. */
function lineWithin(place, { line, width }) {
    const { value, block } = knownOf(place);
    const at = block?.[line];
    if (at === undefined)
        return value;
    const start = { line: value.start.line + 1 + at.row, column: at.column };
    return { file: value.file, start, end: { line: start.line, column: start.column + width } };
}

// EXTERNAL MODULE: ./lib/stages/lint/fingerprint.js
var fingerprint = __webpack_require__(5513);
// EXTERNAL MODULE: ./lib/stages/lint/rule.js
var lint_rule = __webpack_require__(151);
;// CONCATENATED MODULE: ./lib/stages/lint/diagnosis.js






/** The key where the value is a whole block: a finding underlines `resources`, not the twenty lines below it. */
function underlined({ on, path }, what) {
    if (what)
        return what;
    const value = (0,json/* dig */.rO)(on.value, ...path);
    return value === undefined || Array.isArray(value) || (0,json/* asObject */.eB)(value) ? 'key' : 'value';
}
const locate = (place, what) => place.on.locate(place.path, underlined(place, what));
/** A finding with its characters. Fingerprints leave lines out, so that a finding keeps its name when the file moves. */
function diagnosticOf(rule, finding, lint) {
    const { on, path, message } = finding;
    const namespace = lint.graph.namespaceOf(on);
    const fix = finding.change && changeOf(finding.change);
    const parts = {
        rule: rule.id,
        severity: finding.severity ?? rule.severity,
        requirement: rule.requirement,
        message: `${(0,lint_rule/* nameOf */.Vb)(on, lint)}: ${message}`,
        remediation: finding.remediation ?? rule.remediation,
        at: finding.textLine ? lineWithin(finding, finding.textLine) : locate(finding, finding.what),
        object: `${on.kind}/${namespace}/${on.name}`,
        related: (finding.hops ?? []).map((one) => ({ message: one.message, at: locate(one) })),
        ...(fix ? { fix } : {}),
    };
    return new late_diagnostic/* LateDiagnostic */.I(parts, () => {
        const [where, line] = [(0,fingerprint/* stablePath */.$)(on.value, path), finding.textLine ? message : ''];
        return (0,fingerprint/* fingerprintOf */.a)(rule.id, on.apiVersion, on.kind, namespace, on.name, where, line);
    });
}

;// CONCATENATED MODULE: ./lib/stages/lint/engine.js



function scheduleOf(rules) {
    const byKind = new Map();
    for (const rule of rules) {
        if (rule.visits !== 'object')
            continue;
        for (const kind of rule.kinds)
            byKind.set(kind, [...(byKind.get(kind) ?? []), rule]);
    }
    return {
        byKind,
        workload: rules.filter((rule) => rule.visits === 'workload'),
        container: rules.filter((rule) => rule.visits === 'container'),
        set: rules.filter((rule) => rule.visits === 'set'),
    };
}
/** Findings about pairs of objects that one rule tells; who has ten thousand of them needs no more to see what is wrong. */
const mostPairs = 10_000;
/** Hops of all findings together, up to which each finding has all of its own, and how many each has behind that. */
const mostHops = 20_000;
const hopsOfMany = 3;
/** No waiver and no baseline reaches it. */
const unfinishedRule = 'lint-unfinished';
/** Where a rule stopped to look: an error, for what it did not look at may be one, and nothing can be ignored that is not told. */
function unfinished(rule, { on }) {
    const at = on.locate([], 'key');
    return {
        rule: unfinishedRule,
        severity: 'error',
        requirement: rule.requirement,
        message: `${rule.id} has more than ${mostPairs} findings about pairs of objects: those behind them were not looked for`,
        remediation: 'Mend what is found, or judge the manifests in parts.',
        at,
        object: on.file,
        related: [],
        fingerprint: (0,fingerprint/* fingerprintOf */.a)(unfinishedRule, rule.id),
    };
}
/** Takes down what rules find. */
class Findbook {
    diagnostics = [];
    #lint;
    #pairs = new Map();
    #hops = 0;
    constructor(lint) {
        this.#lint = lint;
    }
    add(rule, findings) {
        if (findings === undefined)
            return;
        if (Array.isArray(findings))
            for (const finding of findings)
                this.#note(rule, finding);
        else if (Symbol.iterator in findings)
            this.#addPairs(rule, findings);
        else
            this.#note(rule, findings);
    }
    #addPairs(rule, findings) {
        let count = this.#pairs.get(rule) ?? 0;
        if (count > mostPairs)
            return;
        for (const finding of findings) {
            if (count++ < mostPairs)
                this.#note(rule, finding);
            else {
                this.diagnostics.push(unfinished(rule, finding));
                break;
            }
        }
        this.#pairs.set(rule, count);
    }
    #note(rule, finding) {
        const { hops = [] } = finding;
        this.#hops += hops.length;
        const told = this.#hops <= mostHops ? finding : { ...finding, hops: hops.slice(0, hopsOfMany) };
        this.diagnostics.push(diagnosticOf(rule, told, this.#lint));
    }
}
/** All findings of the rules over the set, as diagnostics, in the order of the input. */
function judge(lint, rules) {
    const schedule = scheduleOf(rules);
    const book = new Findbook(lint);
    const visit = (workload) => {
        for (const rule of schedule.workload)
            book.add(rule, rule.check(workload, lint));
        for (const container of workload.containers) {
            for (const rule of schedule.container)
                book.add(rule, rule.check(container, lint));
        }
    };
    const everyKind = schedule.byKind.get('*') ?? [];
    for (const manifest of lint.graph.manifests) {
        const ofKind = schedule.byKind.get((0,kind/* kindOf */.I)(manifest.apiVersion, manifest.kind)) ?? [];
        for (const rule of ofKind)
            book.add(rule, rule.check(manifest, lint));
        for (const rule of everyKind)
            book.add(rule, rule.check(manifest, lint));
    }
    for (const workload of lint.graph.workloads)
        visit(workload);
    for (const rule of schedule.set)
        book.add(rule, rule.check(lint));
    return book.diagnostics;
}


/***/ }),

/***/ 5513:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   $: () => (/* binding */ stablePath),
/* harmony export */   a: () => (/* binding */ fingerprintOf)
/* harmony export */ });
/* harmony import */ var _domain_digest_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(2002);
/* harmony import */ var _manifests_graph_json_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(9199);


/** What names an item of a list to Kubernetes, the most telling first. */
const itemKeys = ['name', 'mountPath', 'containerPort', 'port', 'host', 'path', 'key', 'type', 'ip'];
function itemName(item) {
    const object = (0,_manifests_graph_json_js__WEBPACK_IMPORTED_MODULE_0__/* .asObject */ .eB)(item);
    if (!object)
        return (0,_manifests_graph_json_js__WEBPACK_IMPORTED_MODULE_0__/* .asString */ .oJ)(item);
    for (const key of itemKeys) {
        const value = object[key];
        if (typeof value === 'string' || typeof value === 'number')
            return `${key}=${value}`;
    }
    return undefined;
}
/** A path that survives a reordering: `spec.containers[name=web].image` in place of `spec.containers[0].image`. */
function stablePath(value, path) {
    let here = value;
    return path
        .map((step) => {
        here = (0,_manifests_graph_json_js__WEBPACK_IMPORTED_MODULE_0__/* .member */ .Dc)(here, step);
        return typeof step === 'number' ? `[${itemName(here) ?? step}]` : `.${step}`;
    })
        .join('');
}
/** 16 hex digits over rule, object and stable path. */
function fingerprintOf(...parts) {
    return (0,_domain_digest_js__WEBPACK_IMPORTED_MODULE_1__/* .sha256 */ .s)(parts.join('\n')).slice(0, 16);
}


/***/ }),

/***/ 6046:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  I: () => (/* binding */ lintStage)
});

// EXTERNAL MODULE: ./lib/domain/error.js
var domain_error = __webpack_require__(9342);
// EXTERNAL MODULE: ./lib/domain/location.js
var domain_location = __webpack_require__(9525);
// EXTERNAL MODULE: ./lib/manifests/custom/expressions.js
var expressions = __webpack_require__(9491);
// EXTERNAL MODULE: ./lib/manifests/graph/kind.js
var graph_kind = __webpack_require__(1031);
;// CONCATENATED MODULE: ./lib/manifests/graph/bit-set.js
/**
 * A set of small numbers, 32 to a word. What thousands of selectors choose among thousands of pods is decided word by word,
 * not pair by pair.
 */
class BitSet {
    #words;
    /** Of numbers from 0 to below `size`. */
    constructor(size) {
        this.#words = new Uint32Array((size + 31) >>> 5);
    }
    static of(size, numbers) {
        const set = new BitSet(size);
        for (const number of numbers)
            set.add(number);
        return set;
    }
    copy() {
        return new BitSet(this.#words.length << 5).or(this);
    }
    add(number) {
        this.#words[number >>> 5] = (this.#words[number >>> 5] ?? 0) | (1 << (number & 31));
    }
    delete(number) {
        this.#words[number >>> 5] = (this.#words[number >>> 5] ?? 0) & ~(1 << (number & 31));
    }
    has(number) {
        return (((this.#words[number >>> 5] ?? 0) >>> (number & 31)) & 1) === 1;
    }
    or(other) {
        const [own, more] = [this.#words, other.#words];
        for (let at = 0; at < own.length; at++)
            own[at] = (own[at] ?? 0) | (more[at] ?? 0);
        return this;
    }
    and(other) {
        const [own, more] = [this.#words, other.#words];
        for (let at = 0; at < own.length; at++)
            own[at] = (own[at] ?? 0) & (more[at] ?? 0);
        return this;
    }
    without(other) {
        const [own, less] = [this.#words, other.#words];
        for (let at = 0; at < own.length; at++)
            own[at] = (own[at] ?? 0) & ~(less[at] ?? 0);
        return this;
    }
    /** Whether the two have a number in common. */
    meets(other) {
        const [own, more] = [this.#words, other.#words];
        for (let at = 0; at < own.length; at++)
            if (((own[at] ?? 0) & (more[at] ?? 0)) !== 0)
                return true;
        return false;
    }
    get isEmpty() {
        return this.#words.every((word) => word === 0);
    }
    get size() {
        let count = 0;
        this.find(() => {
            count++;
            return false;
        });
        return count;
    }
    /** The least number that passes. */
    find(test) {
        for (let at = 0; at < this.#words.length; at++) {
            for (let word = this.#words[at] ?? 0; word !== 0; word &= word - 1) {
                const number = (at << 5) + 31 - Math.clz32(word & -word);
                if (test(number))
                    return number;
            }
        }
        return undefined;
    }
    /** The numbers in order, `most` of them at most. */
    numbers(most = Number.POSITIVE_INFINITY) {
        const numbers = [];
        if (most > 0)
            this.find((number) => numbers.push(number) >= most);
        return numbers;
    }
}

// EXTERNAL MODULE: ./lib/manifests/graph/selector.js
var graph_selector = __webpack_require__(1520);
;// CONCATENATED MODULE: ./lib/manifests/graph/label-index.js


const none = [];
/** What one selector chooses of one namespace. Two selectors that say the same share it. */
class Chosen {
    #items;
    #numbers;
    #bits;
    /** @param numbers in order, where they are few */
    constructor(items, numbers, bits) {
        this.#items = items;
        this.#numbers = numbers;
        this.#bits = bits;
    }
    /** Numbers of the items; not to be changed. */
    get bits() {
        this.#bits ??= BitSet.of(this.#items.length, this.#numbers ?? none);
        return this.#bits;
    }
    get isEmpty() {
        return this.#numbers === undefined ? this.bits.isEmpty : this.#numbers.length === 0;
    }
    /** In the order of the input. */
    list() {
        const numbers = this.#numbers ?? this.bits.numbers();
        return numbers.map((number) => this.#items[number]);
    }
}
function keyOf(namespace, label, value) {
    return `${namespace}\n${label}\n${value}`;
}
function append(lists, key, number) {
    const list = lists.get(key);
    if (list)
        list.push(number);
    else
        lists.set(key, [number]);
}
/**
 * Things with labels, by namespace and by each label pair. A selector is asked of the few things that have its rarest pair,
 * or, where all of its pairs are common, of 32 things at once.
 */
class LabelIndex {
    items;
    #number = new Map();
    #ofNamespace = new Map();
    #ofPair = new Map();
    /** By namespace and name of a label; made when somebody asks. */
    #ofLabel;
    #dense = new Map();
    #chosen = new Map();
    #nothing;
    constructor(items) {
        this.items = items;
        this.#nothing = new Chosen(items, none);
        for (const [number, item] of items.entries()) {
            this.#number.set(item, number);
            append(this.#ofNamespace, item.namespace, number);
            for (const [label, value] of item.labels)
                append(this.#ofPair, keyOf(item.namespace, label, value), number);
        }
    }
    /** Its place in the order of the input. */
    numberOf(item) {
        return this.#number.get(item);
    }
    /** The set of those that pass. */
    where(test) {
        const set = new BitSet(this.items.length);
        for (const [number, item] of this.items.entries())
            if (test(item))
                set.add(number);
        return set;
    }
    chosen(namespace, selector) {
        const { matchLabels, requirements } = selector;
        const said = requirements.map(({ key, operator, values }) => [key, operator, ...values]);
        const key = JSON.stringify([namespace, ...matchLabels, said]);
        const known = this.#chosen.get(key);
        if (known !== undefined)
            return known;
        const chosen = this.#choose(namespace, selector);
        this.#chosen.set(key, chosen);
        return chosen;
    }
    #choose(namespace, selector) {
        const pairs = [...selector.matchLabels].map(([label, value]) => this.#ofPair.get(keyOf(namespace, label, value)));
        const lists = (pairs.length === 0 ? [this.#ofNamespace.get(namespace)] : pairs).map((list) => list ?? none);
        const rarest = lists.reduce((least, list) => (list.length < least.length ? list : least));
        if (rarest.length === 0)
            return this.#nothing;
        if (lists.length === 1 && selector.requirements.length === 0)
            return this.#all(rarest);
        // Fewer than there are words in a set: one by one is less work, and sets of those would take more than their input.
        if (rarest.length <= 32 + this.items.length / 32)
            return new Chosen(this.items, rarest.filter((number) => (0,graph_selector/* selects */.ko)(selector, this.items[number]?.labels ?? new Map())));
        const bits = this.#bitsOf(rarest).copy();
        for (const list of lists)
            bits.and(this.#bitsOf(list));
        for (const requirement of selector.requirements)
            this.#narrow(bits, namespace, requirement);
        return new Chosen(this.items, undefined, bits);
    }
    #all(list) {
        return new Chosen(this.items, list);
    }
    #bitsOf(list) {
        const known = this.#dense.get(list);
        if (known !== undefined)
            return known;
        const bits = BitSet.of(this.items.length, list);
        this.#dense.set(list, bits);
        return bits;
    }
    #narrow(bits, namespace, { key, operator, values }) {
        const byValue = operator === 'In' || operator === 'NotIn';
        const found = new BitSet(this.items.length);
        const lists = byValue
            ? [...values].map((value) => this.#ofPair.get(keyOf(namespace, key, value)) ?? none)
            : [this.holding(namespace, key)];
        for (const list of lists)
            for (const number of list)
                found.add(number);
        if (operator === 'In' || operator === 'Exists')
            bits.and(found);
        else
            bits.without(found);
    }
    /** Numbers of what has a label, whatever its value. */
    holding(namespace, label) {
        this.#ofLabel ??= this.#labels();
        return this.#ofLabel.get(`${namespace}\n${label}`) ?? none;
    }
    #labels() {
        const lists = new Map();
        for (const [number, { namespace, labels }] of this.items.entries())
            for (const label of labels.keys())
                append(lists, `${namespace}\n${label}`, number);
        return lists;
    }
}
/** For each item the first holder whose choice it is in. */
function firstHolders(items, holders) {
    const first = new Map();
    const seen = new BitSet(items.length);
    for (const [holder, chosen] of holders) {
        if (chosen.isEmpty)
            continue;
        const fresh = chosen.bits.copy().without(seen);
        fresh.find((number) => {
            first.set(items[number], holder);
            return false;
        });
        seen.or(fresh);
    }
    return first;
}

// EXTERNAL MODULE: ./lib/manifests/graph/nearness.js
var nearness = __webpack_require__(3744);
// EXTERNAL MODULE: ./lib/manifests/graph/json.js
var json = __webpack_require__(9199);
;// CONCATENATED MODULE: ./lib/manifests/graph/route.js

function ingressBackend(place, value, path) {
    const service = (0,json/* asObject */.eB)((0,json/* dig */.rO)(value, 'service'));
    const legacy = (0,json/* asString */.oJ)((0,json/* dig */.rO)(value, 'serviceName'));
    const base = { ...place, serviceNamespace: place.namespace };
    if (service) {
        const name = (0,json/* asString */.oJ)(service['name']);
        const portName = (0,json/* asString */.oJ)((0,json/* dig */.rO)(service, 'port', 'name'));
        const port = portName ?? (0,json/* asNumber */.i)((0,json/* dig */.rO)(service, 'port', 'number'));
        const portPath = [...path, 'service', 'port', portName === undefined ? 'number' : 'name'];
        return name === undefined
            ? []
            : [{ ...base, service: name, servicePath: [...path, 'service', 'name'], port, portPath }];
    }
    if (legacy === undefined)
        return [];
    const port = (0,json/* asString */.oJ)((0,json/* dig */.rO)(value, 'servicePort')) ?? (0,json/* asNumber */.i)((0,json/* dig */.rO)(value, 'servicePort'));
    return [
        { ...base, service: legacy, servicePath: [...path, 'serviceName'], port, portPath: [...path, 'servicePort'] },
    ];
}
function ingressBackends(manifest, namespace) {
    const spec = (0,json/* asObject */.eB)(manifest.value['spec']) ?? {};
    const place = { manifest, namespace, hosts: [], urlPath: undefined };
    const backends = [
        ...ingressBackend(place, spec['defaultBackend'], ['spec', 'defaultBackend']),
        ...ingressBackend(place, spec['backend'], ['spec', 'backend']),
    ];
    (0,json/* asList */.DD)(spec['rules']).forEach((rule, index) => {
        const host = (0,json/* asString */.oJ)((0,json/* dig */.rO)(rule, 'host'));
        (0,json/* asList */.DD)((0,json/* dig */.rO)(rule, 'http', 'paths')).forEach((one, number) => {
            const at = { ...place, hosts: host === undefined ? [] : [host], urlPath: (0,json/* asString */.oJ)((0,json/* dig */.rO)(one, 'path')) ?? '/' };
            backends.push(...ingressBackend(at, (0,json/* dig */.rO)(one, 'backend'), ['spec', 'rules', index, 'http', 'paths', number, 'backend']));
        });
    });
    return backends;
}
/** HTTPRoute, GRPCRoute, TCPRoute and TLSRoute: `backendRefs` to Services, as Gateway API v1 spells them. */
function gatewayBackends(manifest, namespace) {
    const hosts = (0,json/* asList */.DD)((0,json/* dig */.rO)(manifest.value, 'spec', 'hostnames')).flatMap((host) => (0,json/* asString */.oJ)(host) ?? []);
    return (0,json/* asList */.DD)((0,json/* dig */.rO)(manifest.value, 'spec', 'rules')).flatMap((rule, index) => (0,json/* asList */.DD)((0,json/* dig */.rO)(rule, 'backendRefs')).flatMap((one, number) => {
        const reference = (0,json/* asObject */.eB)(one) ?? {};
        const name = (0,json/* asString */.oJ)(reference['name']);
        const foreign = (reference['kind'] ?? 'Service') !== 'Service' || (reference['group'] ?? '') !== '';
        if (name === undefined || foreign)
            return [];
        const path = ['spec', 'rules', index, 'backendRefs', number];
        return [
            {
                manifest,
                namespace,
                serviceNamespace: (0,json/* asString */.oJ)(reference['namespace']) ?? namespace,
                service: name,
                servicePath: [...path, 'name'],
                port: (0,json/* asNumber */.i)(reference['port']),
                portPath: [...path, 'port'],
                hosts,
                urlPath: (0,json/* asString */.oJ)((0,json/* dig */.rO)(rule, 'matches', 0, 'path', 'value')) ?? '/',
            },
        ];
    }));
}
/** `shop.example.com/cart`, for messages. */
function describeBackend({ hosts, urlPath }) {
    return urlPath === undefined ? 'its default backend' : `${hosts.join(' ') || '*'}${urlPath}`;
}

;// CONCATENATED MODULE: ./lib/manifests/graph/quantity.js
const units = {
    n: 1e-9,
    u: 1e-6,
    m: 1e-3,
    '': 1,
    k: 1e3,
    M: 1e6,
    G: 1e9,
    T: 1e12,
    P: 1e15,
    E: 1e18,
    Ki: 2 ** 10,
    Mi: 2 ** 20,
    Gi: 2 ** 30,
    Ti: 2 ** 40,
    Pi: 2 ** 50,
    Ei: 2 ** 60,
};
const quantity_form = /^([+-]?(?:\d+\.?\d*|\.\d+))(?:([eE][+-]?\d+)|([numkMGTPE]|[KMGTPE]i)?)$/;
/** A Kubernetes quantity in its base unit (cores, bytes); undefined where it is none. */
function quantity(value) {
    if (typeof value === 'number')
        return Number.isFinite(value) ? value : undefined;
    if (typeof value !== 'string')
        return undefined;
    const match = quantity_form.exec(value);
    if (!match)
        return undefined;
    const [, digits = '', exponent = '', unit = ''] = match;
    return exponent === '' ? Number(digits) * (units[unit] ?? Number.NaN) : Number(digits + exponent);
}
/** As the metrics client counts CPU: whole thousandths, rounded up (`resource.Quantity.MilliValue`). */
function milli(value) {
    const amount = quantity(value);
    return amount === undefined ? undefined : Math.ceil(Number((amount * 1000).toPrecision(15)));
}
/** `1500 millicores` or `256 MiB`, for messages. */
function describeAmount(resource, milliUnits) {
    if (resource === 'cpu')
        return `${milliUnits}m`;
    const mebibytes = milliUnits / 1000 / 2 ** 20;
    return `${Number(mebibytes.toFixed(1))}Mi`;
}

;// CONCATENATED MODULE: ./lib/manifests/graph/scaler.js


/** What the API server writes into an HPA without metrics: `SetDefaults_HorizontalPodAutoscaler`. */
const defaultCpuUtilization = 80;
const defaultTolerance = 0.1;
function metricOf(value, path) {
    const type = (0,json/* asString */.oJ)(value['type']) ?? '';
    const field = type === 'ContainerResource' ? 'containerResource' : 'resource';
    const source = (0,json/* asObject */.eB)(value[field]);
    const inTarget = (0,json/* asNumber */.i)((0,json/* dig */.rO)(source, 'target', 'averageUtilization'));
    const legacy = (0,json/* asNumber */.i)((0,json/* dig */.rO)(source, 'targetAverageUtilization'));
    return {
        path: source ? [...path, field] : path,
        type,
        resource: (0,json/* asString */.oJ)(source?.['name']),
        container: (0,json/* asString */.oJ)(source?.['container']),
        utilization: inTarget ?? legacy,
        utilizationPath: inTarget === undefined
            ? [...path, field, 'targetAverageUtilization']
            : [...path, field, 'target', 'averageUtilization'],
    };
}
function implicitMetric(path, utilization) {
    return { path, type: 'Resource', resource: 'cpu', container: undefined, utilization, utilizationPath: path };
}
function metricsOf(manifest) {
    const simple = (0,json/* dig */.rO)(manifest.value, 'spec', 'targetCPUUtilizationPercentage');
    if (typeof simple === 'number')
        return [implicitMetric(['spec', 'targetCPUUtilizationPercentage'], simple)];
    const written = (0,json/* asList */.DD)((0,json/* dig */.rO)(manifest.value, 'spec', 'metrics'));
    if (written.length === 0)
        return [implicitMetric(['spec', 'metrics'], defaultCpuUtilization)];
    return written.map((one, index) => metricOf((0,json/* asObject */.eB)(one) ?? {}, ['spec', 'metrics', index]));
}
function scalerOf(manifest, namespace) {
    const spec = (0,json/* asObject */.eB)(manifest.value['spec']) ?? {};
    const tolerance = (0,json/* dig */.rO)(spec, 'behavior', 'scaleUp', 'tolerance');
    return {
        manifest,
        namespace,
        name: manifest.name,
        targetApiVersion: (0,json/* asString */.oJ)((0,json/* dig */.rO)(spec, 'scaleTargetRef', 'apiVersion')) ?? '',
        targetKind: (0,json/* asString */.oJ)((0,json/* dig */.rO)(spec, 'scaleTargetRef', 'kind')) ?? '',
        targetName: (0,json/* asString */.oJ)((0,json/* dig */.rO)(spec, 'scaleTargetRef', 'name')) ?? '',
        min: (0,json/* asNumber */.i)(spec['minReplicas']) ?? 1,
        max: (0,json/* asNumber */.i)(spec['maxReplicas']),
        metrics: metricsOf(manifest),
        upTolerance: tolerance === undefined || tolerance === null ? defaultTolerance : (quantity(tolerance) ?? defaultTolerance),
    };
}

;// CONCATENATED MODULE: ./lib/manifests/graph/remembered.js
/** What a function makes of an object, made once for each and forgotten with it. */
function remembered(make) {
    const known = new WeakMap();
    return (of) => {
        const found = known.get(of);
        if (found !== undefined)
            return found;
        const made = make(of);
        known.set(of, made);
        return made;
    };
}

;// CONCATENATED MODULE: ./lib/manifests/graph/workload.js

const templates = {
    Pod: [],
    Deployment: ['spec', 'template'],
    StatefulSet: ['spec', 'template'],
    DaemonSet: ['spec', 'template'],
    ReplicaSet: ['spec', 'template'],
    ReplicationController: ['spec', 'template'],
    Job: ['spec', 'template'],
    CronJob: ['spec', 'jobTemplate', 'spec', 'template'],
    'Rollout.argoproj.io': ['spec', 'template'],
};
/** Kinds that keep pods running and have a `scale` subresource. */
const scalableKinds = [
    'Deployment',
    'StatefulSet',
    'ReplicaSet',
    'ReplicationController',
    'Rollout.argoproj.io',
];
/** Kinds whose pods are meant to run for good, and so can serve. */
const servingKinds = [...scalableKinds, 'DaemonSet', 'Pod'];
function containersOf(workload) {
    const read = (field) => (0,json/* asList */.DD)(workload.pod[field]).flatMap((one, index) => {
        const value = (0,json/* asObject */.eB)(one);
        if (!value)
            return [];
        const role = field === 'containers' ? 'main' : value['restartPolicy'] === 'Always' ? 'sidecar' : 'init';
        const name = (0,json/* asString */.oJ)(value['name']) ?? `${index}`;
        return [{ workload, path: [...workload.podPath, field, index], value, name, role }];
    });
    return [...read('containers'), ...read('initContainers')];
}
/** The pods that an object makes, or undefined where it makes none. `kind` is as `kindOf` tells it. */
function workloadOf(manifest, kind, namespace) {
    const templatePath = templates[kind];
    if (!templatePath)
        return undefined;
    const pod = (0,json/* asObject */.eB)((0,json/* dig */.rO)(manifest.value, ...templatePath, 'spec'));
    if (!pod)
        return undefined;
    const containers = [];
    const workload = {
        manifest,
        kind,
        namespace,
        name: manifest.name,
        labels: (0,json/* asStrings */.P7)((0,json/* dig */.rO)(manifest.value, ...templatePath, 'metadata', 'labels')),
        templatePath,
        podPath: [...templatePath, 'spec'],
        pod,
        containers,
        replicas: (0,json/* asNumber */.i)((0,json/* dig */.rO)(manifest.value, 'spec', 'replicas')),
    };
    containers.push(...containersOf(workload));
    return workload;
}
/** The containers that run as long as the pod: what metrics are summed over, and what ports can answer. */
function running({ containers }) {
    return containers.filter(({ role }) => role !== 'init');
}

;// CONCATENATED MODULE: ./lib/manifests/graph/service.js




function serviceOf(manifest, namespace) {
    const spec = (0,json/* asObject */.eB)(manifest.value['spec']) ?? {};
    const ports = (0,json/* asList */.DD)(spec['ports']).flatMap((one, index) => {
        const value = (0,json/* asObject */.eB)(one);
        if (!value)
            return [];
        const target = value['targetPort'];
        const port = (0,json/* asNumber */.i)(value['port']);
        return [
            {
                path: ['spec', 'ports', index],
                name: (0,json/* asString */.oJ)(value['name']),
                port,
                targetPort: typeof target === 'string' || typeof target === 'number' ? target : port,
                protocol: (0,json/* asString */.oJ)(value['protocol']) ?? 'TCP',
                nodePort: (0,json/* asNumber */.i)(value['nodePort']),
            },
        ];
    });
    return {
        manifest,
        namespace,
        name: manifest.name,
        type: (0,json/* asString */.oJ)(spec['type']) ?? 'ClusterIP',
        headless: spec['clusterIP'] === 'None',
        selector: (0,graph_selector/* plainSelector */.Y0)(spec['selector']),
        ports,
    };
}
const portsOf = remembered((container) => {
    return (0,json/* asList */.DD)(container.value['ports']).flatMap((one, index) => {
        const value = (0,json/* asObject */.eB)(one);
        if (!value)
            return [];
        return [
            {
                container,
                path: [...container.path, 'ports', index],
                name: (0,json/* asString */.oJ)(value['name']),
                port: (0,json/* asNumber */.i)(value['containerPort']),
                protocol: (0,json/* asString */.oJ)(value['protocol']) ?? 'TCP',
                hostPort: (0,json/* asNumber */.i)(value['hostPort']),
            },
        ];
    });
});
const podPorts = remembered((workload) => running(workload).flatMap(portsOf));
const portsByName = remembered(({ ports }) => {
    const keyed = ports.flatMap((one) => [
        ...(one.name === undefined ? [] : [[one.name, one]]),
        ...(one.port === undefined ? [] : [[one.port, one]]),
    ]);
    return new Map(keyed.toReversed());
});
/** The port of a Service that a backend asks for; a name never equals a missing name. */
function findPort(service, wanted) {
    return portsByName(service).get(wanted);
}
/** Whether the endpoints are anyone's business but the selector's. */
function hasOwnEndpoints(service) {
    return service.selector === undefined || (0,json/* dig */.rO)(service.manifest.value, 'spec', 'type') === 'ExternalName';
}

;// CONCATENATED MODULE: ./lib/manifests/graph/graph.js







const key = (kind, namespace, name) => `${kind}\n${namespace}\n${name}`;
const gatewayRoutes = ['HTTPRoute', 'GRPCRoute', 'TCPRoute', 'TLSRoute'];
/** Custom resources that come with no workloads or Services of their own. */
const inert = /(^$|\.k8s\.io$|^(apps|batch|policy|autoscaling|extensions)$|^(argoproj|keda|cert-manager|kyverno|external-secrets)\.|^monitoring\.coreos\.com$|^bitnami\.com$|\.istio\.io$)/;
function operatedNamespaces(manifests, namespaceOf) {
    return new Set(manifests.filter(({ apiVersion }) => !inert.test((0,graph_kind/* groupOf */.F)(apiVersion))).map(namespaceOf));
}
function grouped(items, keyOf) {
    const groups = new Map();
    for (const item of items) {
        const group = groups.get(keyOf(item));
        if (group)
            group.push(item);
        else
            groups.set(keyOf(item), [item]);
    }
    return groups;
}
/** What is made when it is asked for the first time. */
function late(make) {
    let made;
    return () => {
        made ??= { value: make() };
        return made.value;
    };
}
/** The pods that a Service chooses, where it has a selector. */
function podsOf({ pods }, service) {
    return service.selector && pods.chosen(service.namespace, service.selector);
}
function firstServices(services, pods) {
    const chosen = services.flatMap((service) => {
        const found = podsOf({ pods }, service);
        return found ? [[service, found]] : [];
    });
    return firstHolders(pods.items, chosen);
}
/** Names of a kind by namespace. */
function namesByKind(byKind, namespaceOf) {
    const known = new Map();
    const none = new nearness/* Names */.fS([]);
    const ofKind = (kind) => {
        const groups = grouped(byKind.get(kind) ?? [], namespaceOf);
        return new Map([...groups].map(([namespace, all]) => [namespace, new nearness/* Names */.fS(all.map(({ name }) => name))]));
    };
    return (kind, namespace) => {
        const names = known.get(kind) ?? ofKind(kind);
        known.set(kind, names);
        return names.get(namespace) ?? none;
    };
}
function firstByName(manifests, kindOfManifest) {
    const keyed = manifests.map((manifest) => [`${kindOfManifest(manifest)}\n${manifest.name}`, manifest]);
    return new Map(keyed.toReversed());
}
function backendsOf(byKind, namespaceOf) {
    const ingresses = byKind.get('Ingress') ?? [];
    const routes = gatewayRoutes.flatMap((kind) => byKind.get(kind) ?? []);
    return [
        ...ingresses.flatMap((manifest) => ingressBackends(manifest, namespaceOf(manifest))),
        ...routes.flatMap((manifest) => gatewayBackends(manifest, namespaceOf(manifest))),
    ];
}
/** `namespace` is where objects go that name none. */
function graphOf(manifests, namespace) {
    const kinds = new Map(manifests.map((manifest) => [manifest, (0,graph_kind/* kindOf */.I)(manifest.apiVersion, manifest.kind)]));
    const kindOfManifest = (manifest) => kinds.get(manifest) ?? manifest.kind;
    const namespaceOf = (manifest) => manifest.namespace ?? namespace;
    const byKind = grouped(manifests, kindOfManifest);
    const keyOf = (manifest) => key(kindOfManifest(manifest), namespaceOf(manifest), manifest.name);
    const byName = new Map(manifests.map((manifest) => [keyOf(manifest), manifest]));
    const workloads = manifests.flatMap((one) => workloadOf(one, kindOfManifest(one), namespaceOf(one)) ?? []);
    const workloadByName = new Map(workloads.map((one) => [keyOf(one.manifest), one]));
    const services = (byKind.get('Service') ?? []).map((one) => serviceOf(one, namespaceOf(one)));
    const serviceByName = new Map(services.map((one) => [keyOf(one.manifest), one]));
    const scalers = (byKind.get('HorizontalPodAutoscaler') ?? []).map((one) => scalerOf(one, namespaceOf(one)));
    const scalersByTarget = grouped(scalers, (one) => key((0,graph_kind/* kindOf */.I)(one.targetApiVersion, one.targetKind), one.namespace, one.targetName));
    const pods = new LabelIndex(workloads);
    const firstService = late(() => firstServices(services, pods));
    const first = late(() => firstByName(manifests, kindOfManifest));
    const operated = operatedNamespaces(manifests, namespaceOf);
    return {
        manifests,
        workloads,
        services,
        scalers,
        backends: backendsOf(byKind, namespaceOf),
        ofKind: (kind) => byKind.get(kind) ?? [],
        find: (kind, inNamespace, name) => byName.get(key(kind, inNamespace, name)),
        named: (kind, name) => first().get(`${kind}\n${name}`),
        namesOf: namesByKind(byKind, namespaceOf),
        workload: (kind, inNamespace, name) => workloadByName.get(key(kind, inNamespace, name)),
        service: (inNamespace, name) => serviceByName.get(key('Service', inNamespace, name)),
        pods,
        selected: (inNamespace, selector) => pods.chosen(inNamespace, selector).list(),
        serviceOf: (workload) => firstService().get(workload),
        scalersOf: ({ kind, namespace: inNamespace, name }) => scalersByTarget.get(key(kind, inNamespace, name)) ?? [],
        namespaceOf,
        isOperated: (inNamespace) => operated.has(inNamespace),
    };
}

// EXTERNAL MODULE: ./lib/ports/time-limit.js
var time_limit = __webpack_require__(9321);
;// CONCATENATED MODULE: ./lib/stages/lint/budget.js


/** Below so many characters no input takes long: what grows with their square, or by aliases, is still small. */
const harmless = 32 * 1024;
/** What reads and judges honest manifests in a tenth of it on a busy machine. */
const basicMs = 2_000;
const msPerMebibyte = 2_000;
/** Milliseconds that an input of so many characters may take. */
function budgetMs(characters) {
    return Math.round(basicMs + (characters / 2 ** 20) * msPerMebibyte);
}
/**
 * Does work over an input within its time.
 *
 * @param always also where the input is small: it holds expressions, which can take any time
 * @throws GateError `TIMED_OUT` that names the input and its size
 */
function inTime(limit, { what, characters, always = false, }, work) {
    if (limit === undefined || (characters <= harmless && !always))
        return work();
    try {
        return limit.run(budgetMs(characters), work);
    }
    catch (error) {
        if (!(error instanceof time_limit/* Overdue */.N))
            throw error;
        const size = `${characters} characters`;
        throw new domain_error/* GateError */.ue('TIMED_OUT', `${what} (${size}) was not done after ${error.ms / 1000} s`, {
            hint: 'Leave out what is no manifest of the service, or judge it in parts.',
        });
    }
}

;// CONCATENATED MODULE: ./lib/stages/lint/rules/rbac-anonymous.js

const rbacAnonymous = {
    id: 'rbac-anonymous',
    severity: 'error',
    requirement: 'configuration',
    profile: 'recommended',
    remediation: 'Take the subject away.',
    peers: ['kubesec/BindingsToSystemAnonymous'],
    visits: 'object',
    kinds: ['ClusterRoleBinding', 'RoleBinding'],
    check(manifest) {
        return (0,json/* asList */.DD)(manifest.value['subjects']).flatMap((subject, index) => {
            const name = (0,json/* dig */.rO)(subject, 'name');
            if (name !== 'system:anonymous' && name !== 'system:unauthenticated')
                return [];
            const role = (0,json/* dig */.rO)(manifest.value, 'roleRef', 'name');
            if (role === 'system:public-info-viewer')
                return [];
            return [
                {
                    on: manifest,
                    path: ['subjects', index, 'name'],
                    message: `it gives ${(0,json/* asText */.e1)(role)} to everyone who reaches the API server`,
                },
            ];
        });
    },
};

;// CONCATENATED MODULE: ./lib/stages/lint/rules/rbac-cluster-admin.js

const rbacClusterAdmin = {
    id: 'rbac-cluster-admin',
    severity: 'warning',
    requirement: 'configuration',
    profile: 'recommended',
    remediation: 'Bind a role that grants what is needed.',
    peers: [
        'kube-linter/cluster-admin-role-binding',
        'polaris/clusterrolebindingClusterAdmin',
        'polaris/rolebindingClusterAdminClusterRole',
        'polaris/rolebindingClusterAdminRole',
    ],
    visits: 'object',
    kinds: ['ClusterRoleBinding', 'RoleBinding'],
    check(manifest) {
        if ((0,json/* dig */.rO)(manifest.value, 'roleRef', 'name') !== 'cluster-admin' || manifest.name === 'cluster-admin')
            return undefined;
        return { on: manifest, path: ['roleRef', 'name'], message: 'it binds cluster-admin, which may do everything' };
    },
};

;// CONCATENATED MODULE: ./lib/stages/lint/rules/rbac-create-pods.js

function granted(rule) {
    const strings = (field) => (0,json/* asList */.DD)((0,json/* dig */.rO)(rule, field)).map(json/* asText */.e1);
    return { resources: strings('resources'), verbs: strings('verbs') };
}
const rbacCreatePods = {
    id: 'rbac-create-pods',
    severity: 'note',
    requirement: 'configuration',
    profile: 'production',
    remediation: 'Grant it to the controllers that need it alone.',
    peers: ['kube-linter/access-to-create-pods'],
    visits: 'object',
    kinds: ['Role', 'ClusterRole'],
    check(manifest) {
        if ((0,json/* dig */.rO)(manifest.value, 'metadata', 'labels', 'kubernetes.io/bootstrapping') !== undefined)
            return undefined;
        return (0,json/* asList */.DD)(manifest.value['rules']).flatMap((rule, index) => {
            const { resources, verbs } = granted(rule);
            if (!(resources.some((one) => ['pods', 'deployments', 'statefulsets', '*'].includes(one)) &&
                verbs.some((verb) => ['create', '*'].includes(verb))))
                return [];
            return [
                {
                    on: manifest,
                    path: ['rules', index],
                    message: 'it lets make pods, and with them take the rights of any ServiceAccount of the namespace',
                },
            ];
        });
    },
};

;// CONCATENATED MODULE: ./lib/stages/lint/rules/rbac-exec.js

function rbac_exec_granted(rule) {
    const strings = (field) => (0,json/* asList */.DD)((0,json/* dig */.rO)(rule, field)).map(json/* asText */.e1);
    return { resources: strings('resources'), verbs: strings('verbs') };
}
const rbacExec = {
    id: 'rbac-exec',
    severity: 'warning',
    requirement: 'configuration',
    profile: 'recommended',
    remediation: 'Take pods/exec and pods/attach away.',
    peers: [
        'polaris/rolePodExecAttach',
        'polaris/clusterrolePodExecAttach',
        'polaris/rolebindingRolePodExecAttach',
        'polaris/rolebindingClusterRolePodExecAttach',
        'polaris/clusterrolebindingPodExecAttach',
    ],
    visits: 'object',
    kinds: ['Role', 'ClusterRole'],
    check(manifest) {
        if ((0,json/* dig */.rO)(manifest.value, 'metadata', 'labels', 'kubernetes.io/bootstrapping') !== undefined)
            return undefined;
        return (0,json/* asList */.DD)(manifest.value['rules']).flatMap((rule, index) => {
            const { resources } = rbac_exec_granted(rule);
            if (!resources.some((one) => one === 'pods/exec' || one === 'pods/attach'))
                return [];
            return [{ on: manifest, path: ['rules', index], message: 'it lets run commands in every pod that it reaches' }];
        });
    },
};

;// CONCATENATED MODULE: ./lib/stages/lint/rules/rbac-secrets.js

function rbac_secrets_granted(rule) {
    const strings = (field) => (0,json/* asList */.DD)((0,json/* dig */.rO)(rule, field)).map(json/* asText */.e1);
    return { resources: strings('resources'), verbs: strings('verbs') };
}
const rbacSecrets = {
    id: 'rbac-secrets',
    severity: 'note',
    requirement: 'configuration',
    profile: 'production',
    remediation: 'Grant it by a Role, for the Secrets that are named.',
    peers: ['kube-linter/access-to-secrets', 'trivy/KSV-0041'],
    visits: 'object',
    kinds: ['Role', 'ClusterRole'],
    check(manifest) {
        if ((0,json/* dig */.rO)(manifest.value, 'metadata', 'labels', 'kubernetes.io/bootstrapping') !== undefined)
            return undefined;
        return (0,json/* asList */.DD)(manifest.value['rules']).flatMap((rule, index) => {
            const { resources, verbs } = rbac_secrets_granted(rule);
            if (!(manifest.kind === 'ClusterRole' &&
                (resources.includes('secrets') || resources.includes('*')) &&
                verbs.some((verb) => ['get', 'list', 'watch', '*'].includes(verb)) &&
                (0,json/* dig */.rO)(rule, 'resourceNames') === undefined))
                return [];
            return [{ on: manifest, path: ['rules', index], message: 'it lets read the Secrets of every namespace' }];
        });
    },
};

;// CONCATENATED MODULE: ./lib/stages/lint/rules/rbac-wildcard.js

function rbac_wildcard_granted(rule) {
    const strings = (field) => (0,json/* asList */.DD)((0,json/* dig */.rO)(rule, field)).map(json/* asText */.e1);
    return { resources: strings('resources'), verbs: strings('verbs') };
}
const rbacWildcard = {
    id: 'rbac-wildcard',
    severity: 'warning',
    requirement: 'configuration',
    profile: 'recommended',
    remediation: 'Name the resources and the verbs that are needed.',
    peers: [
        'kube-linter/wildcard-in-rules',
        'polaris/clusterrolebindingClusterAdmin',
        'trivy/KSV-0046',
        'checkov/CKV_K8S_49',
    ],
    visits: 'object',
    kinds: ['Role', 'ClusterRole'],
    check(manifest) {
        if ((0,json/* dig */.rO)(manifest.value, 'metadata', 'labels', 'kubernetes.io/bootstrapping') !== undefined)
            return undefined;
        return (0,json/* asList */.DD)(manifest.value['rules']).flatMap((rule, index) => {
            const { resources, verbs } = rbac_wildcard_granted(rule);
            if (!(verbs.includes('*') && resources.includes('*')))
                return [];
            return [{ on: manifest, path: ['rules', index], message: 'it grants every verb on every resource' }];
        });
    },
};

;// CONCATENATED MODULE: ./lib/stages/lint/catalog/access.js






const accessRules = [
    rbacAnonymous,
    rbacClusterAdmin,
    rbacCreatePods,
    rbacExec,
    rbacSecrets,
    rbacWildcard,
];

;// CONCATENATED MODULE: ./lib/manifests/graph/pod-sets.js



/** Sets of all workloads of the input that rules ask for again and again, by their numbers in `graph.pods`. */
const scaledPods = remembered((graph) => {
    return graph.pods.where((workload) => graph.scalersOf(workload).length > 0);
});
const servingPods = remembered((graph) => {
    return graph.pods.where(({ kind }) => servingKinds.includes(kind));
});
const barePods = remembered((graph) => graph.pods.where(({ kind }) => kind === 'Pod'));
/** The set of some workloads of the input. */
function setOf({ pods }, workloads) {
    const set = new BitSet(pods.items.length);
    for (const workload of workloads) {
        const number = pods.numberOf(workload);
        if (number !== undefined)
            set.add(number);
    }
    return set;
}
/** The first few of a set, in the order of the input. */
function firstOf({ pods }, set, most) {
    return set.numbers(most).map((number) => pods.items[number]);
}
/** What a function makes of a choice, made once for all selectors that choose it. */
function perChoice(make) {
    const known = remembered((_) => new Map());
    return (graph, chosen) => {
        const before = known(graph).get(chosen);
        if (before !== undefined)
            return before;
        const made = make(graph, chosen);
        known(graph).set(chosen, made);
        return made;
    };
}

;// CONCATENATED MODULE: ./lib/manifests/graph/reach.js






/** Annotations by which the clouds keep a load balancer inside, with the values that mean so. */
const internalAnnotations = {
    'service.beta.kubernetes.io/aws-load-balancer-internal': /^(true|0\.0\.0\.0\/0)$/,
    'service.beta.kubernetes.io/aws-load-balancer-scheme': /^internal$/,
    'networking.gke.io/load-balancer-type': /^internal$/i,
    'cloud.google.com/load-balancer-type': /^internal$/i,
    'service.beta.kubernetes.io/azure-load-balancer-internal': /^true$/,
    'service.beta.kubernetes.io/openstack-internal-load-balancer': /^true$/,
    'service.beta.kubernetes.io/oci-load-balancer-internal': /^true$/,
    'service.beta.kubernetes.io/alibaba-cloud-loadbalancer-address-type': /^intranet$/,
};
function isInternalLoadBalancer({ manifest }) {
    const annotations = (0,json/* asStrings */.P7)((0,json/* dig */.rO)(manifest.value, 'metadata', 'annotations'));
    return Object.entries(internalAnnotations).some(([name, values]) => values.test(annotations.get(name) ?? ''));
}
/** The class of an Ingress, or the classes of the Gateways that a route names. */
function classesOf(graph, { manifest, namespace }) {
    if ((0,graph_kind/* kindOf */.I)(manifest.apiVersion, manifest.kind) === 'Ingress') {
        const annotation = (0,json/* dig */.rO)(manifest.value, 'metadata', 'annotations', 'kubernetes.io/ingress.class');
        return [(0,json/* asString */.oJ)((0,json/* dig */.rO)(manifest.value, 'spec', 'ingressClassName')) ?? (0,json/* asString */.oJ)(annotation) ?? ''];
    }
    return (0,json/* asList */.DD)((0,json/* dig */.rO)(manifest.value, 'spec', 'parentRefs')).map((parent) => {
        const home = (0,json/* asString */.oJ)((0,json/* dig */.rO)(parent, 'namespace')) ?? namespace;
        const gateway = graph.find('Gateway', home, (0,json/* asString */.oJ)((0,json/* dig */.rO)(parent, 'name')) ?? '');
        return (0,json/* asString */.oJ)((0,json/* dig */.rO)(gateway?.value, 'spec', 'gatewayClassName')) ?? '';
    });
}
/** Ports of the pods by name; a Service takes the first. */
const namedPorts = remembered((workload) => {
    const ports = workload.containers
        .flatMap(portsOf)
        .flatMap(({ name, port }) => (name === undefined ? [] : [[name, port]]));
    return new Map(ports.toReversed());
});
function podPortOf({ targetPort }, workload) {
    return typeof targetPort === 'string' ? namedPorts(workload).get(targetPort) : targetPort;
}
function routeDoors(graph, internalClasses) {
    const leadsOutside = new Map();
    const isOutside = (backend) => {
        const known = leadsOutside.get(backend.manifest);
        if (known !== undefined)
            return known;
        const outside = classesOf(graph, backend).some((name) => !internalClasses.includes(name));
        leadsOutside.set(backend.manifest, outside);
        return outside;
    };
    return graph.backends.flatMap((backend) => {
        const service = graph.service(backend.serviceNamespace, backend.service);
        const pods = service && podsOf(graph, service);
        if (!service || !pods || !isOutside(backend))
            return [];
        const { manifest, servicePath } = backend;
        const port = backend.port === undefined ? service.ports[0] : findPort(service, backend.port);
        const by = manifest.kind === 'Ingress' ? 'Ingress' : 'Gateway';
        return [{ by, manifest, path: servicePath, service, ports: [port], pods }];
    });
}
function serviceDoors(graph) {
    return graph.services.flatMap((service) => {
        const external = (0,json/* asList */.DD)((0,json/* dig */.rO)(service.manifest.value, 'spec', 'externalIPs')).length > 0;
        const open = (service.type === 'LoadBalancer' && !isInternalLoadBalancer(service)) || service.type === 'NodePort';
        const pods = podsOf(graph, service);
        if (!pods || (!open && !external))
            return [];
        const by = open ? service.type : 'externalIPs';
        const path = ['spec', open ? 'type' : 'externalIPs'];
        return [{ by, manifest: service.manifest, path, service, ports: service.ports, pods }];
    });
}
function doorsOf(graph, internalClasses) {
    return [...routeDoors(graph, internalClasses), ...serviceDoors(graph)];
}
function byHost(workload) {
    const base = { workload, manifest: workload.manifest, service: undefined, port: undefined };
    const ports = workload.containers.flatMap(portsOf);
    if (workload.pod['hostNetwork'] === true) {
        const path = [...workload.podPath, 'hostNetwork'];
        return [{ ...base, by: 'hostNetwork', path, podPort: ports[0]?.port }];
    }
    return ports
        .filter(({ hostPort }) => hostPort !== undefined)
        .map((port) => ({ ...base, by: 'hostPort', path: [...port.path, 'hostPort'], podPort: port.port }));
}
/** Workloads by the names of their ports that are wanted. */
function wantedNames(graph, wanted) {
    const byName = new Map();
    for (const [number, workload] of graph.pods.items.entries()) {
        for (const [name, port] of namedPorts(workload)) {
            if (port === undefined || !wanted(port))
                continue;
            const list = byName.get(name) ?? [];
            list.push(number);
            byName.set(name, list);
        }
    }
    return byName;
}
/** Says which pods of a door have a wanted port. */
function withPorts(graph, wanted) {
    const byName = wantedNames(graph, wanted);
    return ({ ports, pods }) => {
        const targets = ports.flatMap((port) => port?.targetPort ?? []);
        if (targets.some((target) => typeof target === 'number' && wanted(target)))
            return pods.bits;
        const numbers = targets.flatMap((target) => (typeof target === 'string' ? (byName.get(target) ?? []) : []));
        return numbers.length === 0 ? undefined : BitSet.of(graph.pods.items.length, numbers).and(pods.bits);
    };
}
function once() {
    const seen = new Map();
    return ({ by, ports, pods }) => {
        const key = JSON.stringify([by, ports.map((port) => port?.targetPort)]);
        const keys = seen.get(pods) ?? new Set();
        seen.set(pods, keys);
        if (keys.has(key))
            return false;
        keys.add(key);
        return true;
    };
}
function* through(graph, door, numbers, wanted) {
    const { by, manifest, path, service, ports } = door;
    for (const number of numbers) {
        const workload = graph.pods.items[number];
        for (const port of ports) {
            const podPort = port && podPortOf(port, workload);
            if (!wanted || (podPort !== undefined && wanted(podPort)))
                yield { by, workload, manifest, path, service, port, podPort };
        }
    }
}
/** Every way in that the objects open, told one by one; classes that lead inside only are left out. */
function* waysIn(graph, internalClasses, narrowed = {}) {
    const { among, podPorts } = narrowed;
    const isNew = narrowed.distinct ? once() : () => true;
    const ported = podPorts && withPorts(graph, podPorts);
    for (const door of doorsOf(graph, internalClasses)) {
        if (door.ports.length === 0 || !isNew(door))
            continue;
        const pods = ported ? ported(door) : door.pods.bits;
        if (pods === undefined || (among && !pods.meets(among)))
            continue;
        yield* through(graph, door, (among ? pods.copy().and(among) : pods).numbers(), podPorts);
    }
    for (const [number, workload] of graph.pods.items.entries()) {
        if (among && !among.has(number))
            continue;
        yield* byHost(workload).filter(({ podPort }) => !podPorts || (podPort !== undefined && podPorts(podPort)));
    }
}
/** The workloads that some way in leads to. */
function reached(graph, internalClasses) {
    const pods = graph.pods.where((workload) => byHost(workload).length > 0);
    for (const door of doorsOf(graph, internalClasses))
        if (door.ports.length > 0)
            pods.or(door.pods.bits);
    return pods;
}

// EXTERNAL MODULE: ./lib/stages/lint/rule.js
var lint_rule = __webpack_require__(151);
;// CONCATENATED MODULE: ./lib/stages/lint/rules/base-exposure-widened.js



const base_exposure_widened_keyOf = ({ by, workload, podPort }) => `${by} ${workload.kind} ${workload.namespace}/${workload.name} ${podPort}`;
function findingOf({ by, workload, manifest, path, podPort }) {
    const port = podPort === undefined ? '' : `, port ${podPort}`;
    return {
        on: manifest,
        path,
        message: `${by} leads from outside to ${workload.kind} ${workload.name}${port}: before the change none did`,
        hops: [(0,lint_rule/* hop */.KM)(workload.manifest, [...workload.templatePath, 'metadata', 'labels'], `pods of ${workload.name}`)],
    };
}
const baseExposureWidened = {
    id: 'base-exposure-widened',
    severity: 'warning',
    requirement: 'exposure',
    profile: 'recommended',
    remediation: 'Make sure that it is meant to be reachable from outside; declare it in the exposure policy.',
    peers: [],
    visits: 'set',
    *check({ graph, base }) {
        if (!base)
            return;
        const before = new Set();
        for (const way of waysIn(base, [], { distinct: true }))
            before.add(base_exposure_widened_keyOf(way));
        const isOld = ({ kind, namespace, name }) => base.workload(kind, namespace, name) !== undefined;
        const widened = new Set();
        for (const way of waysIn(graph, [], { among: graph.pods.where(isOld), distinct: true }))
            if (!before.has(base_exposure_widened_keyOf(way)))
                widened.add(way.workload);
        for (const way of waysIn(graph, [], { among: setOf(graph, widened) }))
            if (!before.has(base_exposure_widened_keyOf(way)))
                yield findingOf(way);
    },
};

// EXTERNAL MODULE: ./lib/manifests/sameness.js
var sameness = __webpack_require__(4841);
;// CONCATENATED MODULE: ./lib/stages/lint/rules/base-immutable-field.js




/** Fields that the API server lets no update change (`ValidateDeploymentUpdate`, `ValidateServiceUpdate`, \u2026). */
const immutable = {
    Deployment: [['spec', 'selector']],
    ReplicaSet: [['spec', 'selector']],
    DaemonSet: [['spec', 'selector']],
    Job: [
        ['spec', 'selector'],
        ['spec', 'template'],
        ['spec', 'completionMode'],
    ],
    Service: [['spec', 'clusterIP']],
    Secret: [['type']],
    RoleBinding: [['roleRef']],
    ClusterRoleBinding: [['roleRef']],
    StorageClass: [['provisioner'], ['parameters'], ['reclaimPolicy'], ['volumeBindingMode']],
    PriorityClass: [['value']],
    PersistentVolumeClaim: [
        ['spec', 'accessModes'],
        ['spec', 'storageClassName'],
        ['spec', 'volumeMode'],
        ['spec', 'selector'],
    ],
};
/** All of a StatefulSet's spec is immutable but these (`ValidateStatefulSetUpdate`). */
const mutableOfStatefulSet = [
    'replicas',
    'ordinals',
    'template',
    'updateStrategy',
    'revisionHistoryLimit',
    'persistentVolumeClaimRetentionPolicy',
    'minReadySeconds',
];
function pathsOf(kind, before, after) {
    if (kind !== 'StatefulSet')
        return immutable[kind] ?? [];
    const fields = new Set([before, after].flatMap((one) => Object.keys((0,json/* asObject */.eB)((0,json/* dig */.rO)(one, 'spec')) ?? {})));
    return [...fields].filter((field) => !mutableOfStatefulSet.includes(field)).map((field) => ['spec', field]);
}
function changes(kind, before, after) {
    const frozen = before.value['immutable'] === true && (kind === 'Secret' || kind === 'ConfigMap');
    const paths = [...pathsOf(kind, before.value, after.value), ...(frozen ? [['data'], ['stringData']] : [])];
    return paths
        .filter((path) => (0,json/* dig */.rO)(before.value, ...path) !== undefined)
        .filter((path) => !(0,sameness/* isSame */.F)((0,json/* dig */.rO)(before.value, ...path), (0,json/* dig */.rO)(after.value, ...path)))
        .map((path) => ({
        on: after,
        path,
        message: `${path.join('.')} was changed, and is immutable: the API server refuses the update of what is deployed`,
        hops: [(0,lint_rule/* hop */.KM)(before, path, 'as it was')],
    }));
}
const baseImmutableField = {
    id: 'base-immutable-field',
    severity: 'error',
    requirement: 'containers',
    profile: 'recommended',
    remediation: 'Keep the field, or give the object a new name and take the old one away.',
    peers: [],
    visits: 'set',
    check({ graph, base }) {
        if (!base)
            return undefined;
        return graph.manifests.flatMap((after) => {
            const kind = (0,graph_kind/* kindOf */.I)(after.apiVersion, after.kind);
            const before = base.find(kind, graph.namespaceOf(after), after.name);
            return before ? changes(kind, before, after) : [];
        });
    },
};

;// CONCATENATED MODULE: ./lib/stages/lint/rules/base-protection-removed.js



const protections = [
    ['PodDisruptionBudget', 'drains are bounded by it'],
    ['NetworkPolicy', 'it isolates pods'],
    ['HorizontalPodAutoscaler', 'it scales the service'],
];
/** The object that the finding is shown at: the removed one is no longer there. */
function nearTo(removed, { graph }) {
    const [namespace, first] = [graph.namespaceOf(removed), firstOfPlaces(graph)];
    return first.get(`${namespace}\n${removed.file}`) ?? first.get(namespace);
}
/** The first object of each namespace, and of each namespace in each file. */
const firstOfPlaces = remembered((graph) => {
    const all = graph.manifests.toReversed();
    const inFile = all.map((one) => [`${graph.namespaceOf(one)}\n${one.file}`, one]);
    return new Map([...inFile, ...all.map((one) => [graph.namespaceOf(one), one])]);
});
const secretsByName = remembered((base) => {
    return new Set(base.ofKind('Secret').map(({ namespace, name }) => `${namespace}\n${name}`));
});
function secretsTurned(lint) {
    const { graph, base } = lint;
    return graph.ofKind('ConfigMap').flatMap((map) => {
        const wasSecret = base && secretsByName(base).has(`${map.namespace}\n${map.name}`);
        const keys = [...(0,json/* asStrings */.P7)((0,json/* dig */.rO)(map.value, 'data')).keys()];
        if (!wasSecret || graph.find('Secret', graph.namespaceOf(map), map.name))
            return [];
        return [
            {
                on: map,
                path: ['kind'],
                message: `it was a Secret; as a ConfigMap ${keys.slice(0, 5).join(', ')} may be read by everyone`,
            },
        ];
    });
}
const baseProtectionRemoved = {
    id: 'base-protection-removed',
    severity: 'warning',
    requirement: 'exposure',
    profile: 'recommended',
    remediation: 'Put it back, or say why it goes.',
    peers: [],
    visits: 'set',
    check(lint) {
        const { graph, base } = lint;
        if (!base)
            return undefined;
        const gone = protections.flatMap(([kind, why]) => base
            .ofKind(kind)
            .filter((one) => !graph.find(kind, base.namespaceOf(one), one.name))
            .flatMap((one) => {
            const on = nearTo(one, lint);
            return on
                ? [{ on, path: ['metadata', 'name'], message: `${(0,lint_rule/* nameOf */.Vb)(one, { graph: base })} was taken away: ${why}` }]
                : [];
        }));
        return [...gone, ...secretsTurned(lint)];
    },
};

;// CONCATENATED MODULE: ./lib/stages/lint/catalog/changes.js



const changesRules = [baseExposureWidened, baseImmutableField, baseProtectionRemoved];

;// CONCATENATED MODULE: ./lib/stages/lint/rules/kind-anti-affinity.js




const rules = ['affinity', 'podAntiAffinity', 'requiredDuringSchedulingIgnoredDuringExecution'];
/** Why a node takes one pod of the workload at most, and where that is said. */
function onePerNode({ pod, podPath, labels, ...workload }) {
    const index = (0,json/* asList */.DD)((0,json/* dig */.rO)(pod, ...rules)).findIndex((rule) => {
        const selector = (0,graph_selector/* labelSelector */.wb)((0,json/* dig */.rO)(rule, 'labelSelector'));
        return (0,json/* dig */.rO)(rule, 'topologyKey') === 'kubernetes.io/hostname' && selector !== undefined && (0,graph_selector/* selects */.ko)(selector, labels);
    });
    if (index >= 0)
        return { path: [...podPath, ...rules, index], why: 'required anti-affinity' };
    const port = running({ pod, podPath, labels, ...workload })
        .flatMap(portsOf)
        .find(({ hostPort }) => hostPort !== undefined);
    return port && { path: [...port.path, 'hostPort'], why: `hostPort ${port.hostPort}` };
}
const kindAntiAffinity = {
    id: 'kind-anti-affinity',
    severity: 'error',
    requirement: 'horizontal-scaling',
    profile: 'kind',
    remediation: 'Prefer instead of require, use a topologySpreadConstraint with ScheduleAnyway, or give the cluster more nodes.',
    peers: [],
    visits: 'workload',
    check(workload, { graph, settings: { cluster } }) {
        if (!cluster || !scalableKinds.includes(workload.kind))
            return undefined;
        const limit = onePerNode(workload);
        const [scaler] = graph.scalersOf(workload);
        const least = scaler?.min ?? workload.replicas ?? 1;
        const most = scaler?.max ?? least;
        if (!limit || most <= cluster.nodes)
            return undefined;
        return {
            on: workload.manifest,
            path: limit.path,
            severity: least > cluster.nodes ? 'error' : 'warning',
            message: `${limit.why} lets each node take one pod; ${least} to ${most} pods are wanted and the cluster has ${cluster.nodes} nodes`,
        };
    },
};

;// CONCATENATED MODULE: ./lib/manifests/graph/requests.js




/** The items for containers of the LimitRanges of each namespace. */
const limitItems = remembered((graph) => {
    const items = new Map();
    for (const range of graph.ofKind('LimitRange')) {
        const namespace = graph.namespaceOf(range);
        const ofContainers = (0,json/* asList */.DD)((0,json/* dig */.rO)(range.value, 'spec', 'limits')).filter((item) => (0,json/* dig */.rO)(item, 'type') === 'Container');
        const list = items.get(namespace) ?? [];
        for (const item of ofContainers)
            list.push(item);
        items.set(namespace, list);
    }
    return items;
});
const knownDefaults = remembered((_) => new Map());
/** The `Container` defaults of the namespace's LimitRanges, completed as `SetDefaults_LimitRangeItem` does. */
function limitRangeDefault(graph, namespace, resource, fields) {
    const known = knownDefaults(graph);
    const key = `${namespace}\n${resource}\n${fields.join()}`;
    const before = known.get(key);
    if (before !== undefined)
        return before.amount;
    const written = (limitItems(graph).get(namespace) ?? []).flatMap((item) => fields.flatMap((field) => milli((0,json/* dig */.rO)(item, field, resource)) ?? []));
    known.set(key, { amount: written[0] });
    return written[0];
}
/** The request that the container has when the HPA's controller sees it: its own, else its limit, else the LimitRange's. */
function requestOf(graph, { workload, value }, resource) {
    const request = milli((0,json/* dig */.rO)(value, 'resources', 'requests', resource));
    if (request !== undefined)
        return { milli: request, origin: 'request' };
    const limit = milli((0,json/* dig */.rO)(value, 'resources', 'limits', resource));
    if (limit !== undefined)
        return { milli: limit, origin: 'limit' };
    const fields = ['defaultRequest', 'default', 'max', 'min'];
    const ranged = limitRangeDefault(graph, workload.namespace, resource, fields);
    return ranged === undefined ? undefined : { milli: ranged, origin: 'limit-range' };
}
function limitOf(graph, { workload, value }, resource) {
    const own = milli((0,json/* dig */.rO)(value, 'resources', 'limits', resource));
    return own ?? limitRangeDefault(graph, workload.namespace, resource, ['default', 'max']);
}
/** Pod-level resources count for the HPA since Kubernetes 1.34, where they are on by default. */
function podLevelRequest({ pod }, resource) {
    const own = milli((0,json/* dig */.rO)(pod, 'resources', 'requests', resource)) ?? milli((0,json/* dig */.rO)(pod, 'resources', 'limits', resource));
    return own === undefined ? undefined : { milli: own, origin: 'pod' };
}
/** The containers whose requests a metric sums: all that keep running, or the named one. */
function counted(workload, container) {
    return running(workload).filter(({ name }) => container === undefined || name === container);
}
function ceiling(graph, workload, resource, container) {
    const podLimit = milli((0,json/* dig */.rO)(workload.pod, 'resources', 'limits', resource));
    let sum = 0;
    for (const one of counted(workload, container)) {
        const limit = limitOf(graph, one, resource);
        if (limit === undefined)
            return container === undefined ? podLimit : undefined;
        sum += limit;
    }
    return podLimit === undefined || container !== undefined ? sum : Math.min(sum, podLimit);
}
function sumsOf(graph, workload, resource, container) {
    const requests = counted(workload, container).map((one) => [one, requestOf(graph, one, resource)]);
    const without = requests.flatMap(([one, amount]) => (amount === undefined ? [one] : []));
    const podLevel = container === undefined ? podLevelRequest(workload, resource) : undefined;
    const sum = requests.reduce((total, [, amount]) => total + (amount?.milli ?? 0), 0);
    return {
        ceiling: ceiling(graph, workload, resource, container),
        requests: podLevel ? podLevel.milli : without.length > 0 ? undefined : sum,
        without,
    };
}
const knownSums = remembered((_) => new Map());
/** What the containers that count for a metric have together; a hundred HPAs of one workload ask for the same. */
function sums(graph, workload, resource, container) {
    const known = knownSums(workload);
    const key = `${resource}\n${container ?? ''}${container === undefined ? '' : '\n'}`;
    const made = known.get(key) ?? sumsOf(graph, workload, resource, container);
    known.set(key, made);
    return made;
}

;// CONCATENATED MODULE: ./lib/stages/lint/rules/kind-capacity.js



function demandsOf(resource, { graph }) {
    return graph.workloads.flatMap((workload) => {
        const each = sums(graph, workload, resource).requests ?? 0;
        if (!scalableKinds.includes(workload.kind) && workload.kind !== 'Pod')
            return [];
        const [scaler] = graph.scalersOf(workload);
        const least = workload.kind === 'Pod' ? 1 : (scaler?.min ?? workload.replicas ?? 1);
        return [{ workload, each, least, most: scaler?.max ?? least }];
    });
}
function findingsOf(resource, node, nodes, lint) {
    const demands = demandsOf(resource, lint);
    const room = node * nodes;
    const say = (amount) => describeAmount(resource, amount);
    const tooLarge = demands.filter(({ each }) => each > node);
    if (tooLarge.length > 0) {
        return tooLarge.map(({ workload, each }) => ({
            on: workload.manifest,
            path: [...workload.podPath, 'containers'],
            message: `one pod requests ${say(each)} of ${resource}, and a node of the cluster has ${say(node)}: it stays Pending`,
        }));
    }
    const sum = (of) => demands.reduce((total, one) => total + one.each * one[of], 0);
    const [largest] = demands.toSorted((a, b) => b.each * b.most - a.each * a.most);
    if (!largest || sum('most') <= room)
        return [];
    const never = sum('least') > room;
    const [scaler] = lint.graph.scalersOf(largest.workload);
    return [
        {
            on: never || !scaler ? largest.workload.manifest : scaler.manifest,
            path: never || !scaler ? [...largest.workload.podPath, 'containers'] : ['spec', 'maxReplicas'],
            severity: never ? 'error' : 'warning',
            message: `all pods request ${say(sum('least'))} (at their least) to ${say(sum('most'))} (at their most) of ${resource}; ` +
                `the cluster has ${say(room)}, and its own add-ons need a part of it`,
        },
    ];
}
const kindCapacity = {
    id: 'kind-capacity',
    severity: 'error',
    requirement: 'horizontal-scaling',
    profile: 'kind',
    remediation: 'Lower the requests or maxReplicas, or give the cluster more nodes.',
    peers: ['popeye/POP-602', 'popeye/POP-603', 'popeye/POP-604', 'popeye/POP-605'],
    visits: 'set',
    check(lint) {
        const { cluster } = lint.settings;
        if (!cluster)
            return undefined;
        return [
            ...findingsOf('cpu', cluster.nodeMilliCpu, cluster.nodes, lint),
            ...findingsOf('memory', cluster.nodeMemory * 1000, cluster.nodes, lint),
        ];
    },
};

;// CONCATENATED MODULE: ./lib/stages/lint/rules/kind-load-balancer.js

const kindLoadBalancer = {
    id: 'kind-load-balancer',
    severity: 'warning',
    requirement: 'routing',
    profile: 'kind',
    remediation: 'Route through the Ingress, or let the cluster have a load balancer (cloud-provider-kind).',
    peers: [],
    visits: 'object',
    kinds: ['Service'],
    check(manifest, { graph, settings: { cluster } }) {
        if (!cluster || cluster.loadBalancer)
            return undefined;
        if (serviceOf(manifest, graph.namespaceOf(manifest)).type !== 'LoadBalancer')
            return undefined;
        return {
            on: manifest,
            path: ['spec', 'type'],
            message: 'the cluster gives no load balancers: its address stays pending',
        };
    },
};

;// CONCATENATED MODULE: ./lib/stages/lint/rules/kind-node-selector.js


const required = [
    'affinity',
    'nodeAffinity',
    'requiredDuringSchedulingIgnoredDuringExecution',
    'nodeSelectorTerms',
];
function byAffinity({ pod, podPath, manifest }, labels) {
    const terms = (0,json/* asList */.DD)((0,json/* dig */.rO)(pod, ...required));
    const fits = terms.some((term) => {
        const selector = (0,graph_selector/* labelSelector */.wb)(term);
        return selector !== undefined && (0,graph_selector/* selects */.ko)(selector, labels);
    });
    if (terms.length === 0 || fits || JSON.stringify(terms).includes('"Gt"') || JSON.stringify(terms).includes('"Lt"'))
        return [];
    return [
        {
            on: manifest,
            path: [...podPath, ...required],
            message: 'no node of the cluster meets its required node affinity: its pods stay Pending',
        },
    ];
}
const kindNodeSelector = {
    id: 'kind-node-selector',
    severity: 'error',
    requirement: 'containers',
    profile: 'kind',
    remediation: 'Ask for labels that the nodes of the cluster have, or label them in the kind configuration.',
    peers: [],
    visits: 'workload',
    check(workload, { settings: { cluster } }) {
        if (!cluster)
            return undefined;
        const labels = new Map(Object.entries(cluster.nodeLabels));
        const wanted = [...(0,json/* asStrings */.P7)(workload.pod['nodeSelector'])];
        const bySelector = wanted
            .filter(([key, value]) => labels.get(key) !== value)
            .map(([key, value]) => ({
            on: workload.manifest,
            path: [...workload.podPath, 'nodeSelector', key],
            message: `no node of the cluster has ${key}=${value}${labels.has(key) ? ` (they have ${labels.get(key)})` : ''}: its pods stay Pending`,
        }));
        return [...bySelector, ...byAffinity(workload, labels)];
    },
};

;// CONCATENATED MODULE: ./lib/stages/lint/rules/kind-ports.js


const kindPorts = {
    id: 'kind-ports',
    severity: 'note',
    requirement: 'routing',
    profile: 'kind',
    remediation: 'Route through the Ingress, or map the port with extraPortMappings.',
    peers: [],
    visits: 'object',
    kinds: ['Service'],
    check(manifest, { graph, settings: { cluster } }) {
        if (!cluster)
            return undefined;
        const { type, ports } = serviceOf(manifest, graph.namespaceOf(manifest));
        if (type !== 'NodePort')
            return undefined;
        return ports
            .filter(({ nodePort }) => nodePort === undefined || !cluster.mappedPorts.includes(nodePort))
            .map(({ path, nodePort, name }) => ({
            on: manifest,
            path: nodePort === undefined ? path : [...path, 'nodePort'],
            message: `node port ${nodePort ?? `of ${(0,json/* asString */.oJ)(name) ?? 'the port'}`} is mapped to no port of the host: nothing outside of the cluster reaches it`,
        }));
    },
};

;// CONCATENATED MODULE: ./lib/stages/lint/rules/kind-pull-policy.js

/** What the API server defaults: `Always` for `latest` or no tag, else `IfNotPresent` (`SetDefaults_Container`). */
function policyOf(image, written) {
    if (written !== undefined)
        return written;
    const tag = /:([^/:@]+)$/.exec(image.split('@')[0] ?? '')?.[1];
    return !image.includes('@') && (tag === undefined || tag === 'latest') ? 'Always' : 'IfNotPresent';
}
const kindPullPolicy = {
    id: 'kind-pull-policy',
    severity: 'error',
    requirement: 'containers',
    profile: 'kind',
    remediation: 'Set imagePullPolicy: IfNotPresent, and give the image a tag.',
    peers: [],
    visits: 'container',
    check({ value, path, workload, name }, { settings: { cluster } }) {
        const image = (0,json/* asString */.oJ)(value['image']) ?? '';
        if (!cluster?.loadedImages.includes(image))
            return undefined;
        const written = (0,json/* asString */.oJ)(value['imagePullPolicy']);
        if (policyOf(image, written) !== 'Always')
            return undefined;
        const why = written ? 'imagePullPolicy is Always' : 'it has no tag, or latest, so imagePullPolicy is Always';
        return {
            on: workload.manifest,
            path: [...path, written ? 'imagePullPolicy' : 'image'],
            message: `image ${image} of container ${name} is loaded into the nodes, and ${why}: the kubelet asks a registry for it`,
        };
    },
};

;// CONCATENATED MODULE: ./lib/stages/lint/rules/kind-storage-class.js



const ownClasses = remembered((graph) => {
    return new Set(graph.ofKind('StorageClass').map(({ name }) => name));
});
const kindStorageClass = {
    id: 'kind-storage-class',
    severity: 'error',
    requirement: 'containers',
    profile: 'kind',
    remediation: 'Leave storageClassName out, so that the default class of the cluster is taken, or add the StorageClass.',
    peers: [],
    visits: 'object',
    kinds: ['PersistentVolumeClaim', 'StatefulSet'],
    check(manifest, { graph, settings: { cluster } }) {
        if (!cluster)
            return undefined;
        const has = (name) => cluster.storageClasses.includes(name) || ownClasses(graph).has(name);
        const claims = manifest.kind === 'StatefulSet'
            ? (0,json/* asList */.DD)((0,json/* dig */.rO)(manifest.value, 'spec', 'volumeClaimTemplates')).map((one, index) => [
                one,
                ['spec', 'volumeClaimTemplates', index],
            ])
            : [[manifest.value, []]];
        return claims.flatMap(([claim, path]) => {
            const name = (0,json/* asString */.oJ)((0,json/* dig */.rO)(claim, 'spec', 'storageClassName'));
            if (name === undefined || name === '' || has(name))
                return [];
            const message = `the cluster has no storage class ${name}; it has ${(0,lint_rule/* listed */.KE)([...new Set([...cluster.storageClasses, ...ownClasses(graph)])])}: the claim stays Pending`;
            return { on: manifest, path: [...path, 'spec', 'storageClassName'], message };
        });
    },
};

;// CONCATENATED MODULE: ./lib/stages/lint/catalog/cluster.js







const clusterRules = [
    kindAntiAffinity,
    kindCapacity,
    kindLoadBalancer,
    kindNodeSelector,
    kindPorts,
    kindPullPolicy,
    kindStorageClass,
];

;// CONCATENATED MODULE: ./lib/manifests/graph/claim.js

function sharedClaims(graph, { pod, podPath, namespace }) {
    return (0,json/* asList */.DD)(pod['volumes']).flatMap((volume, index) => {
        const name = (0,json/* asString */.oJ)((0,json/* dig */.rO)((0,json/* asObject */.eB)(volume), 'persistentVolumeClaim', 'claimName'));
        if (name === undefined)
            return [];
        const claim = graph.find('PersistentVolumeClaim', namespace, name);
        const accessModes = (0,json/* asList */.DD)((0,json/* dig */.rO)(claim?.value, 'spec', 'accessModes')).flatMap((mode) => (0,json/* asString */.oJ)(mode) ?? []);
        return [{ name, path: [...podPath, 'volumes', index, 'persistentVolumeClaim', 'claimName'], claim, accessModes }];
    });
}

;// CONCATENATED MODULE: ./lib/stages/lint/rules/claim-missing.js



const claimMissing = {
    id: 'claim-missing',
    severity: 'error',
    requirement: 'containers',
    profile: 'recommended',
    remediation: 'Add the PersistentVolumeClaim to the manifests.',
    peers: [],
    visits: 'workload',
    check(workload, lint) {
        const { namespace } = workload;
        return sharedClaims(lint.graph, workload)
            .filter(({ claim, name }) => !claim && !(0,lint_rule/* isExternal */.ge)(lint, 'PersistentVolumeClaim', namespace, name))
            .map(({ name, path }) => {
            const hint = (0,nearness/* didYouMean */.au)(name, lint.graph.namesOf('PersistentVolumeClaim', namespace));
            const message = `PersistentVolumeClaim ${namespace}/${name} is not there${hint}: its pods stay Pending`;
            return { on: workload.manifest, path, message, severity: (0,lint_rule/* missingSeverity */.wt)(lint, hint !== '') };
        });
    },
};

;// CONCATENATED MODULE: ./lib/manifests/graph/reference.js



function referenceOf(source, value, path, nameField = 'name') {
    const name = (0,json/* asString */.oJ)((0,json/* dig */.rO)(value, nameField));
    if (name === undefined || name === '')
        return [];
    const key = source.use === 'env' ? (0,json/* asString */.oJ)((0,json/* dig */.rO)(value, 'key')) : undefined;
    const optional = (0,json/* dig */.rO)(value, 'optional') === true;
    return [{ ...source, name, path: [...path, nameField], key, keyPath: [...path, 'key'], optional }];
}
/** A volume needs its object, and each key that its items name. */
function withItems(source, value, path, nameField) {
    return referenceOf(source, value, path, nameField).flatMap((whole) => [
        whole,
        ...(0,json/* asList */.DD)((0,json/* dig */.rO)(value, 'items')).flatMap((item, index) => {
            const key = (0,json/* asString */.oJ)((0,json/* dig */.rO)(item, 'key'));
            return key === undefined ? [] : [{ ...whole, key, keyPath: [...path, 'items', index, 'key'] }];
        }),
    ]);
}
function ofContainers({ containers }) {
    return containers.flatMap(({ value, path }) => [
        ...(0,json/* asList */.DD)(value['env']).flatMap((one, index) => {
            const at = [...path, 'env', index, 'valueFrom'];
            const from = (0,json/* asObject */.eB)((0,json/* dig */.rO)(one, 'valueFrom'));
            if (!from)
                return [];
            return [
                ...referenceOf({ kind: 'Secret', use: 'env' }, from['secretKeyRef'], [...at, 'secretKeyRef']),
                ...referenceOf({ kind: 'ConfigMap', use: 'env' }, from['configMapKeyRef'], [...at, 'configMapKeyRef']),
            ];
        }),
        ...(0,json/* asList */.DD)(value['envFrom']).flatMap((one, index) => {
            const at = [...path, 'envFrom', index];
            return [
                ...referenceOf({ kind: 'Secret', use: 'envFrom' }, (0,json/* dig */.rO)(one, 'secretRef'), [...at, 'secretRef']),
                ...referenceOf({ kind: 'ConfigMap', use: 'envFrom' }, (0,json/* dig */.rO)(one, 'configMapRef'), [...at, 'configMapRef']),
            ];
        }),
    ]);
}
function ofVolumes({ pod, podPath }) {
    return (0,json/* asList */.DD)(pod['volumes']).flatMap((volume, index) => {
        const at = [...podPath, 'volumes', index];
        const projected = (0,json/* asList */.DD)((0,json/* dig */.rO)(volume, 'projected', 'sources')).flatMap((source, number) => {
            const inside = [...at, 'projected', 'sources', number];
            return [
                ...withItems({ kind: 'Secret', use: 'volume' }, (0,json/* dig */.rO)(source, 'secret'), [...inside, 'secret']),
                ...withItems({ kind: 'ConfigMap', use: 'volume' }, (0,json/* dig */.rO)(source, 'configMap'), [...inside, 'configMap']),
            ];
        });
        return [
            ...withItems({ kind: 'Secret', use: 'volume' }, (0,json/* dig */.rO)(volume, 'secret'), [...at, 'secret'], 'secretName'),
            ...withItems({ kind: 'ConfigMap', use: 'volume' }, (0,json/* dig */.rO)(volume, 'configMap'), [...at, 'configMap']),
            ...projected,
        ];
    });
}
/** What the pods of a workload need; several rules ask. */
const referencesOf = remembered((workload) => {
    const { pod, podPath } = workload;
    const pulls = (0,json/* asList */.DD)(pod['imagePullSecrets']).flatMap((one, index) => referenceOf({ kind: 'Secret', use: 'image-pull' }, one, [...podPath, 'imagePullSecrets', index]));
    return [...ofContainers(workload), ...ofVolumes(workload), ...pulls];
});
/** Keys of a Secret or a ConfigMap of the input. */
const keysOf = remembered(({ value }) => {
    const keys = ['data', 'stringData', 'binaryData'].flatMap((field) => Object.keys((0,json/* asObject */.eB)((0,json/* dig */.rO)(value, field)) ?? {}));
    return new nearness/* Names */.fS(new Set(keys));
});
const madeByNamespace = remembered((graph) => {
    const made = new Map();
    for (const manifest of graph.manifests) {
        const namespace = graph.namespaceOf(manifest);
        const names = made.get(namespace) ?? new Set();
        made.set(namespace, names);
        collectMade(manifest, names);
    }
    return made;
});
const noSecrets = new Set();
/** Secrets that an operator makes of an object in the input: their keys are known to it alone. */
function madeSecrets(graph, namespace) {
    return madeByNamespace(graph).get(namespace) ?? noSecrets;
}
const issuers = ['cert-manager.io/cluster-issuer', 'cert-manager.io/issuer'];
function collectMade(manifest, names) {
    if (manifest.kind === 'SealedSecret')
        names.add(manifest.name);
    if (manifest.kind === 'ExternalSecret') {
        names.add((0,json/* asString */.oJ)((0,json/* dig */.rO)(manifest.value, 'spec', 'target', 'name')) ?? manifest.name);
    }
    if (manifest.kind === 'Certificate')
        names.add((0,json/* asString */.oJ)((0,json/* dig */.rO)(manifest.value, 'spec', 'secretName')) ?? manifest.name);
    if (manifest.kind === 'ServiceAccount') {
        for (const one of (0,json/* asList */.DD)(manifest.value['secrets']))
            names.add((0,json/* asString */.oJ)((0,json/* dig */.rO)(one, 'name')) ?? '');
    }
    const annotations = (0,json/* dig */.rO)(manifest.value, 'metadata', 'annotations');
    const issued = issuers.some((name) => typeof (0,json/* dig */.rO)(annotations, name) === 'string');
    if (manifest.kind === 'Issuer' || issued) {
        for (const tls of (0,json/* asList */.DD)((0,json/* dig */.rO)(manifest.value, 'spec', 'tls')))
            names.add((0,json/* asString */.oJ)((0,json/* dig */.rO)(tls, 'secretName')) ?? '');
    }
}

;// CONCATENATED MODULE: ./lib/stages/lint/rules/config-map-key-missing.js



const configMapKeyMissing = {
    id: 'config-map-key-missing',
    severity: 'error',
    requirement: 'configuration',
    profile: 'recommended',
    remediation: 'Name a key that the ConfigMap has.',
    peers: [],
    visits: 'workload',
    check(workload, { graph }) {
        return referencesOf(workload).flatMap((one) => {
            const map = one.kind === 'ConfigMap' ? graph.find('ConfigMap', workload.namespace, one.name) : undefined;
            if (!map || one.key === undefined || one.optional)
                return [];
            const keys = keysOf(map);
            if (keys.has(one.key))
                return [];
            return [
                {
                    on: workload.manifest,
                    path: one.keyPath,
                    message: `ConfigMap ${one.name} has no key ${one.key}${(0,nearness/* didYouMean */.au)(one.key, keys)}; it has ${keys.list.slice(0, 8).join(', ') || 'none'}`,
                    hops: [(0,lint_rule/* hop */.KM)(map, ['data'], `keys of ConfigMap ${one.name}`)],
                },
            ];
        });
    },
};

;// CONCATENATED MODULE: ./lib/stages/lint/rules/config-map-missing.js



/** Kubernetes itself puts these into each namespace. */
const given = ['kube-root-ca.crt', 'openshift-service-ca.crt', 'istio-ca-root-cert'];
const configMapMissing = {
    id: 'config-map-missing',
    severity: 'error',
    requirement: 'configuration',
    profile: 'recommended',
    remediation: 'Add the ConfigMap to the manifests, or mark the reference optional.',
    peers: ['kube-linter/env-value-from'],
    visits: 'workload',
    check(workload, lint) {
        const { graph } = lint;
        const { namespace } = workload;
        const missing = referencesOf(workload).filter(({ kind, name, optional }) => kind === 'ConfigMap' &&
            !optional &&
            !given.includes(name) &&
            !graph.find('ConfigMap', namespace, name) &&
            !(0,lint_rule/* isExternal */.ge)(lint, 'ConfigMap', namespace, name));
        const first = new Map(missing.map((one) => [one.name, one]).toReversed());
        return [...first.values()].toReversed().map(({ name, path, use }) => {
            const hint = (0,nearness/* didYouMean */.au)(name, graph.namesOf('ConfigMap', namespace));
            const message = `ConfigMap ${namespace}/${name} (${use}) is not there${hint}: its pods do not start`;
            return {
                on: workload.manifest,
                path,
                message,
                severity: (0,lint_rule/* missingSeverity */.wt)(lint, hint !== ''),
            };
        });
    },
};

;// CONCATENATED MODULE: ./lib/stages/lint/rules/env-duplicate.js

const envDuplicate = {
    id: 'env-duplicate',
    severity: 'warning',
    requirement: 'configuration',
    profile: 'recommended',
    remediation: 'Keep one of them.',
    peers: ['kube-linter/duplicate-env-var', 'kube-score/environment-variable-key-duplication'],
    visits: 'container',
    check({ value, path, workload }) {
        const first = new Map();
        return (0,json/* asList */.DD)(value['env']).flatMap((one, index) => {
            const name = (0,json/* asString */.oJ)((0,json/* dig */.rO)(one, 'name'));
            if (name === undefined)
                return [];
            const before = first.get(name);
            if (before === undefined) {
                first.set(name, index);
                return [];
            }
            const at = [...path, 'env', index, 'name'];
            return [
                {
                    on: workload.manifest,
                    path: at,
                    message: `environment variable ${name} is there twice; the last one counts`,
                    hops: [{ on: workload.manifest, path: [...path, 'env', before, 'name'], message: 'the first one' }],
                },
            ];
        });
    },
};

;// CONCATENATED MODULE: ./lib/stages/lint/rules/env-no-rollout.js



const hashedName = /-[a-z0-9]{8,10}$/;
/** Variables are read when a container starts: a changed ConfigMap reaches nobody before a restart. */
const envNoRollout = {
    id: 'env-no-rollout',
    severity: 'note',
    requirement: 'configuration',
    profile: 'production',
    remediation: 'Put a checksum of the ConfigMap into an annotation of the pod template, or its hash into its name.',
    peers: [],
    visits: 'workload',
    check(workload, { graph }) {
        const annotations = (0,json/* asStrings */.P7)((0,json/* dig */.rO)(workload.manifest.value, ...workload.templatePath, 'metadata', 'annotations'));
        const watched = ['stakater', 'reloader', 'checksum', 'hash'];
        const own = (0,json/* asStrings */.P7)((0,json/* dig */.rO)(workload.manifest.value, 'metadata', 'annotations'));
        if ([...annotations.keys(), ...own.keys()].some((name) => watched.some((word) => name.includes(word))))
            return undefined;
        const found = referencesOf(workload).find(({ kind, use, name }) => {
            const byEnvironment = kind === 'ConfigMap' && (use === 'env' || use === 'envFrom') && !hashedName.test(name);
            const map = byEnvironment ? graph.find('ConfigMap', workload.namespace, name) : undefined;
            return map !== undefined && map.value['immutable'] !== true;
        });
        const map = found && graph.find('ConfigMap', workload.namespace, found.name);
        if (!found || !map)
            return undefined;
        const message = `it reads ConfigMap ${found.name} into its environment: a change of it reaches the pods only when they restart`;
        return { on: workload.manifest, path: found.path, message, hops: [(0,lint_rule/* hop */.KM)(map, ['data'], `ConfigMap ${found.name}`)] };
    },
};

;// CONCATENATED MODULE: ./lib/stages/lint/rules/env-shadowed.js



/** What `envFrom` takes over; the same once more hides nothing that it did not hide before. */
function sourcesOf(container, namespace, graph) {
    const sources = new Map();
    for (const one of (0,json/* asList */.DD)(container['envFrom'])) {
        const name = (0,json/* asString */.oJ)((0,json/* dig */.rO)(one, 'configMapRef', 'name')) ?? '';
        const prefix = (0,json/* asString */.oJ)((0,json/* dig */.rO)(one, 'prefix')) ?? '';
        const [map, key] = [graph.find('ConfigMap', namespace, name), JSON.stringify([name, prefix])];
        if (map && !sources.has(key))
            sources.set(key, { map, prefix, keys: keysOf(map) });
    }
    return [...sources.values()];
}
const envShadowed = {
    id: 'env-shadowed',
    severity: 'note',
    requirement: 'configuration',
    profile: 'recommended',
    remediation: 'Set the variable in one place.',
    peers: [],
    visits: 'container',
    check({ value, path, workload }, { graph }) {
        const sources = sourcesOf(value, workload.namespace, graph);
        if (sources.length === 0)
            return undefined;
        return (0,json/* asList */.DD)(value['env']).flatMap((one, index) => {
            const name = (0,json/* asString */.oJ)((0,json/* dig */.rO)(one, 'name')) ?? '';
            const source = sources.find(({ prefix, keys }) => name.startsWith(prefix) && keys.has(name.slice(prefix.length)));
            if (!source)
                return [];
            return [
                {
                    on: workload.manifest,
                    path: [...path, 'env', index, 'name'],
                    message: `environment variable ${name} hides the one of ConfigMap ${source.map.name}`,
                    hops: [(0,lint_rule/* hop */.KM)(source.map, ['data', name.slice(source.prefix.length)], `ConfigMap ${source.map.name}`)],
                },
            ];
        });
    },
};

;// CONCATENATED MODULE: ./lib/stages/lint/rules/env-undefined.js


const reference = /(?<!\$)\$\(([A-Za-z_][A-Za-z0-9_]*)\)/g;
/** Made by the kubelet for each Service of the namespace. */
const env_undefined_given = /_(SERVICE_HOST|SERVICE_PORT|PORT)(_|$)/;
/** `$(NAME)` is replaced by variables that stand before it; one that stands after it stays as text (`third_party/forked/golang/expansion`). */
const envUndefined = {
    id: 'env-undefined',
    severity: 'warning',
    requirement: 'configuration',
    profile: 'recommended',
    remediation: 'Define the variable in the same container, before it is used.',
    peers: [],
    visits: 'container',
    check({ value, path, workload }) {
        const env = (0,json/* asList */.DD)(value['env']);
        if ((0,json/* asList */.DD)(value['envFrom']).length > 0)
            return undefined;
        const names = env.map((one) => (0,json/* asString */.oJ)((0,json/* dig */.rO)(one, 'name')) ?? '');
        const first = new Map(names.map((name, index) => [name, index]).toReversed());
        const candidates = new nearness/* Names */.fS(names);
        return env.flatMap((one, index) => [...((0,json/* asString */.oJ)((0,json/* dig */.rO)(one, 'value')) ?? '').matchAll(reference)].flatMap(([, name = '']) => {
            const position = first.get(name) ?? -1;
            if ((position >= 0 && position < index) || env_undefined_given.test(name))
                return [];
            const why = position < 0 ? `is not defined${(0,nearness/* didYouMean */.au)(name, candidates)}` : 'is defined only after it';
            const message = `environment variable ${names[index]} uses $(${name}), which ${why}: it stays as it is written`;
            return [{ on: workload.manifest, path: [...path, 'env', index, 'value'], message }];
        }));
    },
};

;// CONCATENATED MODULE: ./lib/stages/lint/rules/secret-as-env.js

const secretAsEnv = {
    id: 'secret-as-env',
    severity: 'note',
    requirement: 'configuration',
    profile: 'production',
    remediation: 'Mount the Secret as a file: the environment is inherited by children and lands in crash reports.',
    peers: [
        'kube-linter/read-secret-from-env-var',
        'checkov/CKV_K8S_35',
        'kubesec/SecretsAsEnvironmentVariables',
        'kyverno/disallow-secrets-from-env-vars',
    ],
    visits: 'container',
    check({ value, path, workload }) {
        return (0,json/* asList */.DD)(value['env']).flatMap((one, index) => {
            const name = (0,json/* asString */.oJ)((0,json/* dig */.rO)(one, 'valueFrom', 'secretKeyRef', 'name'));
            if (name === undefined)
                return [];
            const at = [...path, 'env', index, 'valueFrom', 'secretKeyRef'];
            return [
                {
                    on: workload.manifest,
                    path: at,
                    message: `environment variable ${(0,json/* asString */.oJ)((0,json/* dig */.rO)(one, 'name'))} is read from Secret ${name}`,
                },
            ];
        });
    },
};

;// CONCATENATED MODULE: ./lib/stages/lint/credential.js
/** Forms that issuers give to their tokens, so that leaked ones can be told. */
const tokens = [
    ['an AWS access key', /\b(?:AKIA|ASIA)[0-9A-Z]{16}\b/],
    ['a GitHub token', /\b(?:gh[pousr]_[A-Za-z0-9]{36,}|github_pat_[A-Za-z0-9_]{60,})\b/],
    ['a GitLab token', /\bglpat-[\w-]{20,}\b/],
    ['a Slack token', /\bxox[abposr]-[0-9A-Za-z-]{10,}\b/],
    ['a Stripe key', /\b[rs]k_live_[0-9A-Za-z]{20,}\b/],
    ['a Google API key', /\bAIza[0-9A-Za-z_-]{35}\b/],
    ['an npm token', /\bnpm_[A-Za-z0-9]{36}\b/],
    ['a PyPI token', /\bpypi-AgEI[\w-]{50,}\b/],
    ['a Vault token', /\bhv[sb]\.[\w-]{24,}\b/],
    ['a SendGrid key', /\bSG\.[\w-]{20,}\.[\w-]{40,}\b/],
    ['a DigitalOcean token', /\bdo[opr]_v1_[0-9a-f]{64}\b/],
    ['a Docker Hub token', /\bdckr_pat_[\w-]{20,}\b/],
    ['an Anthropic key', /\bsk-ant-[\w-]{20,}\b/],
    ['an OpenAI key', /\bsk-(?:proj-)?[A-Za-z0-9]{40,}\b/],
    ['a Shopify token', /\bshp(?:at|ca|pa|ss)_[0-9a-fA-F]{32}\b/],
    ['a Twilio key', /\bSK[0-9a-f]{32}\b/],
    ['a Square token', /\bsq0(?:atp|csp)-[\w-]{22,}\b/],
    // With bounds: a text of `eyJ-eyJ-eyJ-\u2026` would be looked through from each of its `eyJ`.
    ['a JSON Web Token', /\beyJ[\w-]{10,1000}\.eyJ[\w-]{10,}\.[\w-]{10,}/],
    ['a private key', /-----BEGIN (?:[A-Z]+ )*PRIVATE KEY-----/],
];
/** One look for all of them: hardly any text holds one. */
const anyToken = new RegExp(tokens.map(([, form]) => form.source).join('|'));
const secretName = /(?:^|[_.-]|(?<=[a-z])(?=[A-Z]))(?:pass(?:word|wd|phrase)?|pwd|secret|token|api[_-]?key|private[_-]?key|secret[_-]?key|access[_-]?key|credentials?|requirepass|masterauth|client[_-]?secret)$/i;
/** Behind the `://`; what stands before is looked at from there, as a pattern would look at it from each of its letters. */
const userinfo = /[^\s:@/]*:([^\s@/]+)@/y;
const scheme = /\b[a-z][a-z0-9+.-]*$/i;
const longestScheme = 64;
function passwordIn(text) {
    for (let at = text.indexOf('://'); at >= 0; at = text.indexOf('://', at + 1)) {
        userinfo.lastIndex = at + 3;
        const password = userinfo.exec(text)?.[1];
        if (password !== undefined && scheme.test(text.slice(Math.max(0, at - longestScheme), at)))
            return password;
    }
    return undefined;
}
const placeholders = /^(?:|\$|\$\{.*\}|\$\(.*\)|\{\{.*\}\}|<.*>|\*+|x{3,}|\.{3}|change[-_ ]?me.*|replace[-_ ]?me.*|todo|placeholder|redacted|example|dummy|none|null|true|false|yes|no|on|off|enabled|disabled|optional|required|always|never|auto|file|env|default|\d{1,3})$/i;
/** Values that stand for a value: templates, references, switches. */
function isPlaceholder(text) {
    const bare = text.trim();
    return placeholders.test(bare) || /^\$[\w{(]|^[A-Z][A-Z0-9]*(?:_[A-Z0-9]+)+$/.test(bare);
}
/** Paths, URLs and durations are what a secret's name may also be given. */
function isSomethingElse(text) {
    return /^[./~]|^[a-z]+:\/\/|\s|^[A-Za-z]:\\|^\d+(?:ms|s|m|h)?$|\.(?:txt|pem|key|crt|json|ya?ml|conf)$/.test(text);
}
/** What a value gives away, by its own form first and by its name second. */
function credentialIn(name, text) {
    if (text.length < 3 || text.length > 100_000 || isPlaceholder(text))
        return undefined;
    const token = anyToken.test(text) ? tokens.find(([, form]) => form.test(text))?.[0] : undefined;
    if (token !== undefined)
        return { what: token, severity: 'error' };
    const password = passwordIn(text);
    if (password !== undefined && !isPlaceholder(password))
        return { what: 'a URL with a password', severity: 'error' };
    if (!secretName.test(name) || isSomethingElse(text))
        return undefined;
    return { what: 'what its name calls a credential', severity: 'error' };
}
/** Programs and pages speak of passwords without holding any (a Python file that validates them). */
function isProse(fileName) {
    return /\.(?:py|js|mjs|ts|go|rb|lua|sh|bash|php|java|sql|md|html?|css|rego|tpl|tmpl|cue|jsonnet)$/i.test(fileName);
}

;// CONCATENATED MODULE: ./lib/stages/lint/rules/secret-committed.js


function decoded(text) {
    return /^[A-Za-z0-9+/=\s]+$/.test(text) ? atobText(text) : '';
}
function atobText(text) {
    try {
        return atob(text.replaceAll(/\s/g, ''));
    }
    catch {
        return '';
    }
}
/** base64 is no encryption: whoever reads the repository reads the Secret. */
const secretCommitted = {
    id: 'secret-committed',
    severity: 'warning',
    requirement: 'configuration',
    profile: 'recommended',
    remediation: 'Keep the Secret out of the repository: let the gate make it from the environment, or seal it (SealedSecret, SOPS, ExternalSecret).',
    peers: [],
    visits: 'object',
    kinds: ['Secret'],
    check(manifest) {
        if ((0,json/* dig */.rO)(manifest.value, 'sops') !== undefined || manifest.value['type'] === 'kubernetes.io/service-account-token')
            return undefined;
        const values = [
            ...[...(0,json/* asStrings */.P7)((0,json/* dig */.rO)(manifest.value, 'data'))].map(([key, text]) => ['data', key, decoded(text)]),
            ...[...(0,json/* asStrings */.P7)((0,json/* dig */.rO)(manifest.value, 'stringData'))].map(([key, text]) => ['stringData', key, text]),
        ];
        const committed = values.filter(([, key, text]) => !isPlaceholder(text) && !/\.(crt|pub)$/.test(key) && !/user(name)?$/i.test(key));
        const [first] = committed;
        if (!first)
            return undefined;
        const tokens = committed.flatMap(([field, key, text]) => {
            const known = credentialIn('', text);
            if (!known)
                return [];
            return [
                {
                    on: manifest,
                    path: [field, key],
                    what: 'key',
                    severity: known.severity,
                    message: `key ${key} is committed with ${known.what}`,
                },
            ];
        });
        if (tokens.length > 0)
            return tokens;
        const keys = committed.map(([, key]) => key);
        const message = `it is committed with the values of ${keys.slice(0, 5).join(', ')}${keys.length > 5 ? ` and ${keys.length - 5} more` : ''}`;
        return { on: manifest, path: [first[0], first[1]], what: 'key', message };
    },
};

;// CONCATENATED MODULE: ./lib/stages/lint/rules/secret-in-args.js


/** `--password=x`, `--password x`, `requirepass x`: what the flag is called, and what it is given. */
function secret_in_args_given(args, index) {
    const text = args[index] ?? '';
    const equals = /^--?([\w.-]+)=([\s\S]*)$/.exec(text);
    if (equals)
        return [equals[1] ?? '', equals[2] ?? ''];
    const flag = /^--?([\w.-]+)$/.exec(args[index - 1] ?? '');
    return [flag?.[1] ?? '', text.startsWith('-') ? '' : text];
}
const secretInArgs = {
    id: 'secret-in-args',
    severity: 'error',
    requirement: 'configuration',
    profile: 'recommended',
    remediation: 'Take it from a Secret through an environment variable: $(NAME) in args is replaced by it.',
    peers: [],
    visits: 'container',
    check({ value, path, workload, name }) {
        return ['command', 'args'].flatMap((field) => {
            const args = (0,json/* asList */.DD)(value[field]).map((one) => (0,json/* asString */.oJ)(one) ?? '');
            return args.flatMap((_, index) => {
                const [flag, text] = secret_in_args_given(args, index);
                const found = credentialIn(flag, text);
                if (!found)
                    return [];
                const message = `${field} of container ${name} holds ${found.what} in the clear, for everyone who may list pods`;
                return [{ on: workload.manifest, path: [...path, field, index], message, severity: found.severity }];
            });
        });
    },
};

;// CONCATENATED MODULE: ./lib/stages/lint/rules/secret-in-config-map.js


/**
 * `key: value`, `key = value`, `key value` and `"key": "value"`, as configuration files write them. The value is what is left:
 * a pattern that looks for its end behind every blank needs the square of a long line.
 */
const assignment = /^\s*(?:export\s+)?["']?([\w.-]+)["']?(?:\s*[:=]|\s)\s*["']?/;
function assigned(line) {
    const [head = '', key = ''] = assignment.exec(line) ?? [];
    const value = line.slice(head.length).trimEnd().replace(/,$/, '').trimEnd().replace(/["']$/, '');
    return head === '' || /[\r\u2028\u2029]/.test(value) ? ['', ''] : [key, value];
}
function inLines(text) {
    return text.split('\n').flatMap((line, index) => {
        if (/^\s*(?:#|;|\/\/)/.test(line))
            return [];
        const [key, value] = assigned(line);
        const found = credentialIn(key, value) ?? credentialIn('', line.trim());
        return found ? [{ line: index, width: line.trim().length, ...found }] : [];
    });
}
const secretInConfigMap = {
    id: 'secret-in-config-map',
    severity: 'error',
    requirement: 'configuration',
    profile: 'recommended',
    remediation: 'Move the value into a Secret. Change the credential: it is in the history.',
    peers: ['polaris/sensitiveConfigmapContent', 'trivy/KSV-0109', 'trivy/KSV-01010'],
    visits: 'object',
    kinds: ['ConfigMap'],
    check(manifest) {
        return [...(0,json/* asStrings */.P7)((0,json/* dig */.rO)(manifest.value, 'data'))].flatMap(([key, text]) => {
            const path = ['data', key];
            if (!text.includes('\n')) {
                const found = credentialIn(key, text);
                return found
                    ? [{ on: manifest, path, message: `key ${key} holds ${found.what} in the clear`, severity: found.severity }]
                    : [];
            }
            if (isProse(key))
                return [];
            return inLines(text).map(({ line, what, severity, width }) => ({
                on: manifest,
                path,
                textLine: { line, width },
                severity,
                message: `line ${line + 1} of ${key} holds ${what} in the clear`,
            }));
        });
    },
};

;// CONCATENATED MODULE: ./lib/stages/lint/rules/secret-in-env.js


const secretInEnv = {
    id: 'secret-in-env',
    severity: 'error',
    requirement: 'configuration',
    profile: 'recommended',
    remediation: 'Put the value into a Secret, and take it from there with valueFrom.secretKeyRef. Change the credential: it is in the history.',
    peers: ['kube-linter/env-var-secret', 'polaris/sensitiveContainerEnvVar', 'kics/passwords_and_secrets'],
    visits: 'container',
    check({ value, path, workload, name }) {
        return (0,json/* asList */.DD)(value['env']).flatMap((one, index) => {
            const [variable, text] = [(0,json/* asString */.oJ)((0,json/* dig */.rO)(one, 'name')) ?? '', (0,json/* asString */.oJ)((0,json/* dig */.rO)(one, 'value'))];
            const what = text === undefined ? undefined : credentialIn(variable, text);
            if (what === undefined)
                return [];
            const message = `environment variable ${variable} of container ${name} holds ${what.what} in the clear`;
            return [{ on: workload.manifest, path: [...path, 'env', index, 'value'], message, severity: what.severity }];
        });
    },
};

;// CONCATENATED MODULE: ./lib/stages/lint/rules/secret-key-missing.js



const secretKeyMissing = {
    id: 'secret-key-missing',
    severity: 'error',
    requirement: 'configuration',
    profile: 'recommended',
    remediation: 'Name a key that the Secret has.',
    peers: [],
    visits: 'workload',
    check(workload, { graph }) {
        return referencesOf(workload).flatMap((one) => {
            const secret = one.kind === 'Secret' ? graph.find('Secret', workload.namespace, one.name) : undefined;
            if (!secret || one.key === undefined || one.optional)
                return [];
            const keys = keysOf(secret);
            // A Secret without data is filled by somebody else.
            if (keys.list.length === 0 || keys.has(one.key))
                return [];
            return [
                {
                    on: workload.manifest,
                    path: one.keyPath,
                    message: `Secret ${one.name} has no key ${one.key}${(0,nearness/* didYouMean */.au)(one.key, keys)}: its pods stay in CreateContainerConfigError`,
                    hops: [
                        (0,lint_rule/* hop */.KM)(secret, [secret.value['stringData'] === undefined ? 'data' : 'stringData'], `keys of Secret ${one.name}`),
                    ],
                },
            ];
        });
    },
};

;// CONCATENATED MODULE: ./lib/stages/lint/rules/secret-missing.js




/** Secrets are seldom in the input, and should not be: only where the cluster is ours alone, or a name is nearly there, is it sure. */
function severityOf({ settings }, hint) {
    if (!settings.whole)
        return 'note';
    if (hint !== '')
        return 'error';
    return settings.cluster ? 'error' : 'warning';
}
const candidatesByNamespace = remembered((_) => new Map());
/** What a missing Secret may have been meant to be. */
function candidates(graph, namespace) {
    const known = candidatesByNamespace(graph);
    const names = known.get(namespace) ?? new nearness/* Names */.fS([...graph.namesOf('Secret', namespace).list, ...madeSecrets(graph, namespace)]);
    known.set(namespace, names);
    return names;
}
const secretMissing = {
    id: 'secret-missing',
    severity: 'error',
    requirement: 'configuration',
    profile: 'recommended',
    remediation: 'Let the gate or an operator make the Secret and declare it, or mark the reference optional.',
    peers: ['kube-linter/env-value-from', 'popeye/POP-1402'],
    visits: 'workload',
    check(workload, lint) {
        const { graph } = lint;
        const { namespace } = workload;
        const made = madeSecrets(graph, namespace);
        const missing = referencesOf(workload).filter(({ kind, name, optional, use }) => kind === 'Secret' &&
            !optional &&
            use !== 'image-pull' &&
            !made.has(name) &&
            !graph.find('Secret', namespace, name) &&
            !(0,lint_rule/* isExternal */.ge)(lint, 'Secret', namespace, name));
        const first = new Map(missing.map((one) => [one.name, one]).toReversed());
        return [...first.values()].toReversed().map(({ name, path, use }) => {
            const hint = (0,nearness/* didYouMean */.au)(name, candidates(graph, namespace));
            const message = `Secret ${namespace}/${name} (${use}) is not there${hint}: its pods stay in CreateContainerConfigError`;
            return { on: workload.manifest, path, message, severity: severityOf(lint, hint) };
        });
    },
};

;// CONCATENATED MODULE: ./lib/stages/lint/rules/secret-shape.js

const secretShape = {
    id: 'secret-shape',
    severity: 'warning',
    requirement: 'configuration',
    profile: 'recommended',
    remediation: 'Write each key once, under data in base64 or under stringData as it is.',
    peers: [],
    visits: 'object',
    kinds: ['Secret'],
    check(manifest) {
        const data = (0,json/* asStrings */.P7)((0,json/* dig */.rO)(manifest.value, 'data'));
        const plain = (0,json/* asStrings */.P7)((0,json/* dig */.rO)(manifest.value, 'stringData'));
        const twice = [...data.keys()].filter((key) => plain.has(key));
        const encodedTwice = [...plain].filter(([, text]) => text.length >= 16 && /^[A-Za-z0-9+/]+={1,2}$/.test(text));
        const findings = [
            ...twice.map((key) => ({
                on: manifest,
                path: ['data', key],
                message: `key ${key} is in data and in stringData: stringData wins`,
            })),
            ...encodedTwice.map(([key]) => ({
                on: manifest,
                path: ['stringData', key],
                severity: 'note',
                message: `key ${key} of stringData looks like base64: it would be encoded again`,
            })),
        ];
        return findings;
    },
};

;// CONCATENATED MODULE: ./lib/stages/lint/rules/secret-tls-missing.js




const secretTlsMissing = {
    id: 'secret-tls-missing',
    severity: 'warning',
    requirement: 'configuration',
    profile: 'recommended',
    remediation: 'Name a Secret with tls.crt and tls.key, or let cert-manager make it.',
    peers: [],
    visits: 'object',
    kinds: ['Ingress'],
    check(manifest, lint) {
        const { graph, settings } = lint;
        const namespace = graph.namespaceOf(manifest);
        return (0,json/* asList */.DD)((0,json/* dig */.rO)(manifest.value, 'spec', 'tls')).flatMap((tls, index) => {
            const name = (0,json/* asString */.oJ)((0,json/* dig */.rO)(tls, 'secretName'));
            if (name === undefined || (0,lint_rule/* isExternal */.ge)(lint, 'Secret', namespace, name) || madeSecrets(graph, namespace).has(name))
                return [];
            const secret = graph.find('Secret', namespace, name);
            const path = ['spec', 'tls', index, 'secretName'];
            if (!secret) {
                const hint = (0,nearness/* didYouMean */.au)(name, graph.namesOf('Secret', namespace));
                const severity = settings.whole && (hint !== '' || settings.cluster) ? 'warning' : 'note';
                return [
                    {
                        on: manifest,
                        path,
                        severity,
                        message: `its TLS Secret ${name} is not there${hint}: the controller serves its own certificate`,
                    },
                ];
            }
            const keys = keysOf(secret);
            if (keys.has('tls.crt') && keys.has('tls.key'))
                return [];
            return [
                {
                    on: manifest,
                    path,
                    severity: 'error',
                    message: `Secret ${name} has no tls.crt and tls.key; it has ${(0,lint_rule/* listed */.KE)(keys.list) || 'no keys'}`,
                    hops: [(0,lint_rule/* hop */.KM)(secret, ['data'], `keys of Secret ${name}`)],
                },
            ];
        });
    },
};

;// CONCATENATED MODULE: ./lib/stages/lint/rules/service-account-missing.js



/** Pods of an unknown ServiceAccount are never made: admission refuses each of them. */
const serviceAccountMissing = {
    id: 'service-account-missing',
    severity: 'error',
    requirement: 'configuration',
    profile: 'recommended',
    remediation: 'Add the ServiceAccount to the manifests.',
    peers: ['kube-linter/non-existent-service-account', 'popeye/POP-1109'],
    visits: 'workload',
    check(workload, lint) {
        const field = workload.pod['serviceAccountName'] === undefined ? 'serviceAccount' : 'serviceAccountName';
        const name = (0,json/* asString */.oJ)(workload.pod[field]);
        const { namespace } = workload;
        if (name === undefined || name === '' || name === 'default')
            return undefined;
        if (lint.graph.find('ServiceAccount', namespace, name) || (0,lint_rule/* isExternal */.ge)(lint, 'ServiceAccount', namespace, name))
            return undefined;
        const hint = (0,nearness/* didYouMean */.au)(name, lint.graph.namesOf('ServiceAccount', namespace));
        const message = `ServiceAccount ${namespace}/${name} is not there${hint}: no pod is made`;
        return {
            on: workload.manifest,
            path: [...workload.podPath, field],
            message,
            severity: (0,lint_rule/* missingSeverity */.wt)(lint, hint !== ''),
        };
    },
};

;// CONCATENATED MODULE: ./lib/stages/lint/catalog/configuration.js

















const configurationRules = [
    claimMissing,
    configMapKeyMissing,
    configMapMissing,
    envDuplicate,
    envNoRollout,
    envShadowed,
    envUndefined,
    secretAsEnv,
    secretCommitted,
    secretInArgs,
    secretInConfigMap,
    secretInEnv,
    secretKeyMissing,
    secretMissing,
    secretShape,
    secretTlsMissing,
    serviceAccountMissing,
];

;// CONCATENATED MODULE: ./lib/stages/lint/rules/bare-pod.js
const barePod = {
    id: 'bare-pod',
    severity: 'note',
    requirement: 'horizontal-scaling',
    profile: 'production',
    remediation: 'Make it a Deployment.',
    peers: [],
    visits: 'workload',
    check(workload, lint) {
        if (workload.kind !== 'Pod' || !lint.graph.serviceOf(workload))
            return undefined;
        const message = 'a bare pod behind a Service is made anew by nobody, and scaled by nothing';
        return { on: workload.manifest, path: ['kind'], message };
    },
};

;// CONCATENATED MODULE: ./lib/stages/lint/rules/capabilities-added.js

/** As good as root on the node. */
const dangerous = ['ALL', 'SYS_ADMIN', 'SYS_MODULE', 'SYS_RAWIO', 'BPF', 'MAC_ADMIN'];
const notable = [
    'NET_ADMIN',
    'NET_RAW',
    'SYS_PTRACE',
    'SYS_TIME',
    'SYS_BOOT',
    'DAC_READ_SEARCH',
    'SETFCAP',
    'AUDIT_CONTROL',
];
const capabilitiesAdded = {
    id: 'capabilities-added',
    severity: 'warning',
    requirement: 'containers',
    profile: 'recommended',
    remediation: 'Take the capability away.',
    peers: [
        'polaris/dangerousCapabilities',
        'polaris/insecureCapabilities',
        'kubesec/CapSysAdmin',
        'trivy/KSV-0005',
        'checkov/CKV_K8S_39',
    ],
    visits: 'container',
    check(container) {
        const added = (0,json/* asList */.DD)((0,json/* dig */.rO)(container.value, 'securityContext', 'capabilities', 'add'));
        return added.flatMap((one, index) => {
            const name = (0,json/* asText */.e1)(one).replace(/^CAP_/, '');
            if (!dangerous.includes(name) && !notable.includes(name))
                return [];
            const path = [...container.path, 'securityContext', 'capabilities', 'add', index];
            const message = `container ${container.name} has capability ${name}`;
            return [
                { on: container.workload.manifest, path, message, severity: dangerous.includes(name) ? 'warning' : 'note' },
            ];
        });
    },
};

;// CONCATENATED MODULE: ./lib/stages/lint/rules/capabilities-kept.js

const capabilitiesKept = {
    id: 'capabilities-kept',
    severity: 'note',
    requirement: 'containers',
    profile: 'recommended',
    remediation: 'Drop ALL, and add back what is needed.',
    peers: [
        'kube-linter/drop-net-raw-capability',
        'polaris/insecureCapabilities',
        'kubesec/CapDropAll',
        'trivy/KSV-0003',
        'checkov/CKV_K8S_37',
    ],
    visits: 'container',
    check(container) {
        const dropped = (0,json/* asList */.DD)((0,json/* dig */.rO)(container.value, 'securityContext', 'capabilities', 'drop')).map((one) => (0,json/* asText */.e1)(one).toUpperCase());
        if (dropped.includes('ALL'))
            return undefined;
        return {
            on: container.workload.manifest,
            path: [...container.path, 'securityContext', 'capabilities'],
            message: `container ${container.name} keeps the capabilities that its runtime gives, NET_RAW among them`,
        };
    },
};

;// CONCATENATED MODULE: ./lib/stages/lint/rules/cpu-limit-missing.js

const cpuLimitMissing = {
    id: 'cpu-limit-missing',
    severity: 'note',
    requirement: 'containers',
    profile: 'production',
    remediation: 'Limit the CPU where neighbours must be kept safe; mind that a limit throttles.',
    peers: [
        'kube-linter/unset-cpu-requirements',
        'kube-score/container-resources',
        'polaris/cpuLimitsMissing',
        'trivy/KSV-0011',
        'checkov/CKV_K8S_11',
    ],
    visits: 'container',
    check(container, lint) {
        if (container.role === 'init' || container.workload.kind === 'Job' || container.workload.kind === 'CronJob')
            return undefined;
        const own = (0,json/* dig */.rO)(container.value, 'resources', 'limits', 'cpu');
        const ofPod = (0,json/* dig */.rO)(container.workload.pod, 'resources', 'limits', 'cpu');
        if (own !== undefined || ofPod !== undefined || lint.graph.ofKind('LimitRange').length > 0)
            return undefined;
        const message = `container ${container.name} has no cpu limit: it may take what its neighbours need`;
        return { on: container.workload.manifest, path: [...container.path, 'resources'], message };
    },
};

;// CONCATENATED MODULE: ./lib/stages/lint/rules/cpu-request-missing.js

const cpuRequestMissing = {
    id: 'cpu-request-missing',
    severity: 'warning',
    requirement: 'containers',
    profile: 'recommended',
    remediation: 'Request the CPU that it needs at its usual load.',
    peers: [
        'kube-linter/unset-cpu-requirements',
        'kube-score/container-resources',
        'polaris/cpuRequestsMissing',
        'trivy/KSV-0015',
        'checkov/CKV_K8S_10',
    ],
    visits: 'container',
    check(container, lint) {
        if (container.role === 'init' || container.workload.kind === 'Job' || container.workload.kind === 'CronJob')
            return undefined;
        const own = (0,json/* dig */.rO)(container.value, 'resources', 'requests', 'cpu') ?? (0,json/* dig */.rO)(container.value, 'resources', 'limits', 'cpu');
        const ofPod = (0,json/* dig */.rO)(container.workload.pod, 'resources', 'requests', 'cpu');
        if (own !== undefined || ofPod !== undefined || lint.graph.ofKind('LimitRange').length > 0)
            return undefined;
        const message = `container ${container.name} has no cpu request: the scheduler counts it as nothing, and no HPA can measure it`;
        return { on: container.workload.manifest, path: [...container.path, 'resources'], message };
    },
};

;// CONCATENATED MODULE: ./lib/stages/lint/rules/cronjob-deadline.js

const cronjobDeadline = {
    id: 'cronjob-deadline',
    severity: 'note',
    requirement: 'containers',
    profile: 'recommended',
    remediation: 'Set startingDeadlineSeconds.',
    peers: ['kube-score/cronjob-has-deadline'],
    visits: 'object',
    kinds: ['CronJob'],
    check(manifest) {
        if ((0,json/* dig */.rO)(manifest.value, 'spec', 'startingDeadlineSeconds') !== undefined)
            return undefined;
        const message = 'without startingDeadlineSeconds it stops for good after 100 missed starts, or runs late ones at any time';
        return { on: manifest, path: ['spec', 'startingDeadlineSeconds'], message };
    },
};

;// CONCATENATED MODULE: ./lib/stages/lint/rules/default-namespace.js
const defaultNamespace = {
    id: 'default-namespace',
    severity: 'note',
    requirement: 'configuration',
    profile: 'production',
    remediation: 'Name a namespace.',
    peers: ['kube-linter/use-namespace', 'checkov/CKV_K8S_21'],
    visits: 'workload',
    check(workload) {
        if (workload.namespace !== 'default')
            return undefined;
        return {
            on: workload.manifest,
            path: ['metadata', 'namespace'],
            message: "it goes to namespace default, where quotas, policies and rights are no one's",
        };
    },
};

;// CONCATENATED MODULE: ./lib/stages/lint/rules/default-service-account.js

const defaultServiceAccount = {
    id: 'default-service-account',
    severity: 'note',
    requirement: 'configuration',
    profile: 'production',
    remediation: 'Give the workload a ServiceAccount of its own.',
    peers: ['kube-linter/default-service-account', 'kubesec/ServiceAccountName', 'checkov/CKV_K8S_41'],
    visits: 'workload',
    check(workload) {
        const name = (0,json/* asString */.oJ)(workload.pod['serviceAccountName'] ?? workload.pod['serviceAccount']) ?? '';
        if (!(name === '' || name === 'default'))
            return undefined;
        return {
            on: workload.manifest,
            path: [...workload.podPath, 'serviceAccountName'],
            message: 'its pods use the ServiceAccount default: a right given to it is given to all',
        };
    },
};

;// CONCATENATED MODULE: ./lib/stages/lint/rules/docker-socket.js

const dockerSocket = {
    id: 'docker-socket',
    severity: 'warning',
    requirement: 'containers',
    profile: 'recommended',
    remediation: 'Take the socket away; build images elsewhere.',
    peers: ['kube-linter/docker-sock', 'kubesec/DockerSock', 'trivy/KSV-0006', 'checkov/CKV_K8S_27'],
    visits: 'workload',
    check(workload) {
        return (0,json/* asList */.DD)(workload.pod['volumes']).flatMap((volume, index) => {
            const path = (0,json/* asString */.oJ)((0,json/* dig */.rO)(volume, 'hostPath', 'path'));
            if (path === undefined || !/(docker|containerd|crio|podman)[^/]*\.sock$/.test(path))
                return [];
            const at = [...workload.podPath, 'volumes', index, 'hostPath', 'path'];
            return [
                {
                    on: workload.manifest,
                    path: at,
                    message: `volume ${(0,json/* asString */.oJ)((0,json/* dig */.rO)(volume, 'name'))} is the socket of the container engine: who holds it has the node`,
                },
            ];
        });
    },
};

;// CONCATENATED MODULE: ./lib/stages/lint/rules/ephemeral-storage-missing.js

const ephemeralStorageMissing = {
    id: 'ephemeral-storage-missing',
    severity: 'note',
    requirement: 'containers',
    profile: 'production',
    remediation: 'Request and limit ephemeral-storage.',
    peers: ['kube-score/container-ephemeral-storage-request-and-limit'],
    visits: 'container',
    check(container, lint) {
        if (container.role === 'init' || container.workload.kind === 'Job' || container.workload.kind === 'CronJob')
            return undefined;
        const own = (0,json/* dig */.rO)(container.value, 'resources', 'limits', 'ephemeral-storage');
        const ofPod = (0,json/* dig */.rO)(container.workload.pod, 'resources', 'limits', 'ephemeral-storage');
        if (own !== undefined || ofPod !== undefined || lint.graph.ofKind('LimitRange').length > 0)
            return undefined;
        const message = `container ${container.name} has no ephemeral-storage limit: its logs and temporary files may fill the disk of the node`;
        return { on: container.workload.manifest, path: [...container.path, 'resources'], message };
    },
};

;// CONCATENATED MODULE: ./lib/stages/lint/rules/host-aliases.js
const hostAliases = {
    id: 'host-aliases',
    severity: 'note',
    requirement: 'containers',
    profile: 'production',
    remediation: 'Use DNS.',
    peers: ['kubesec/HostAliases'],
    visits: 'workload',
    check(workload) {
        if (!Array.isArray(workload.pod['hostAliases']))
            return undefined;
        return {
            on: workload.manifest,
            path: [...workload.podPath, 'hostAliases'],
            message: 'its pods have names of their own in /etc/hosts, which nobody keeps up to date',
        };
    },
};

;// CONCATENATED MODULE: ./lib/stages/lint/rules/host-ipc.js
const hostIpc = {
    id: 'host-ipc',
    severity: 'warning',
    requirement: 'containers',
    profile: 'recommended',
    remediation: 'Take hostIPC away.',
    peers: ['kube-linter/host-ipc', 'polaris/hostIPCSet', 'trivy/KSV-0008', 'checkov/CKV_K8S_18'],
    visits: 'workload',
    check(workload) {
        if (workload.pod['hostIPC'] !== true)
            return undefined;
        return {
            on: workload.manifest,
            path: [...workload.podPath, 'hostIPC'],
            message: 'its pods share memory with every process of the node',
        };
    },
};

;// CONCATENATED MODULE: ./lib/stages/lint/rules/host-network.js
const hostNetwork = {
    id: 'host-network',
    severity: 'warning',
    requirement: 'exposure',
    profile: 'recommended',
    remediation: 'Take hostNetwork away.',
    peers: [
        'kube-linter/host-network',
        'polaris/hostNetworkSet',
        'kubesec/HostNetwork',
        'trivy/KSV-0009',
        'checkov/CKV_K8S_19',
    ],
    visits: 'workload',
    check(workload) {
        if (workload.pod['hostNetwork'] !== true)
            return undefined;
        return {
            on: workload.manifest,
            path: [...workload.podPath, 'hostNetwork'],
            message: 'its pods use the network of the node, past every NetworkPolicy',
        };
    },
};

;// CONCATENATED MODULE: ./lib/stages/lint/rules/host-path.js

const sensitive = /^\/(?:$|boot|dev|etc|lib|proc|sys|usr|root|var\/run|var\/lib\/(?:kubelet|docker|containerd))/;
const hostPath = {
    id: 'host-path',
    severity: 'warning',
    requirement: 'containers',
    profile: 'recommended',
    remediation: 'Use a PersistentVolumeClaim or an emptyDir.',
    peers: ['polaris/hostPathSet', 'kube-linter/writable-host-mount', 'trivy/KSV-0023'],
    visits: 'workload',
    check(workload) {
        return (0,json/* asList */.DD)(workload.pod['volumes']).flatMap((volume, index) => {
            const path = (0,json/* asString */.oJ)((0,json/* dig */.rO)(volume, 'hostPath', 'path'));
            if (path === undefined || sensitive.test(path) || path.endsWith('.sock'))
                return [];
            const at = [...workload.podPath, 'volumes', index, 'hostPath', 'path'];
            return [
                {
                    on: workload.manifest,
                    path: at,
                    message: `volume ${(0,json/* asString */.oJ)((0,json/* dig */.rO)(volume, 'name'))} is folder ${path} of the node: pods on another node see another one`,
                },
            ];
        });
    },
};

;// CONCATENATED MODULE: ./lib/stages/lint/rules/host-path-sensitive.js

const host_path_sensitive_sensitive = /^\/(?:$|boot|dev$|etc|lib$|proc$|sys$|usr$|root|var\/lib\/(?:kubelet|docker|containerd))/;
const hostPathSensitive = {
    id: 'host-path-sensitive',
    severity: 'warning',
    requirement: 'containers',
    profile: 'recommended',
    remediation: 'Take the volume away.',
    peers: ['kube-linter/sensitive-host-mounts', 'trivy/KSV-0121'],
    visits: 'workload',
    check(workload) {
        return (0,json/* asList */.DD)(workload.pod['volumes']).flatMap((volume, index) => {
            const path = (0,json/* asString */.oJ)((0,json/* dig */.rO)(volume, 'hostPath', 'path'));
            if (path === undefined || !host_path_sensitive_sensitive.test(path) || path.endsWith('.sock'))
                return [];
            const at = [...workload.podPath, 'volumes', index, 'hostPath', 'path'];
            return [
                {
                    on: workload.manifest,
                    path: at,
                    message: `volume ${(0,json/* asString */.oJ)((0,json/* dig */.rO)(volume, 'name'))} is ${path} of the node, which rules the node`,
                },
            ];
        });
    },
};

;// CONCATENATED MODULE: ./lib/stages/lint/rules/host-pid.js
const hostPid = {
    id: 'host-pid',
    severity: 'warning',
    requirement: 'containers',
    profile: 'recommended',
    remediation: 'Take hostPID away.',
    peers: ['kube-linter/host-pid', 'polaris/hostPIDSet', 'kubesec/HostPID', 'trivy/KSV-0010', 'checkov/CKV_K8S_17'],
    visits: 'workload',
    check(workload) {
        if (workload.pod['hostPID'] !== true)
            return undefined;
        return {
            on: workload.manifest,
            path: [...workload.podPath, 'hostPID'],
            message: 'its pods see and signal every process of the node',
        };
    },
};

;// CONCATENATED MODULE: ./lib/stages/lint/rules/host-port.js

const hostPort = {
    id: 'host-port',
    severity: 'warning',
    requirement: 'exposure',
    profile: 'recommended',
    remediation: 'Use a Service.',
    peers: ['polaris/hostPortSet', 'trivy/KSV-0024', 'checkov/CKV_K8S_26'],
    visits: 'container',
    check(container) {
        return portsOf(container)
            .filter(({ hostPort }) => hostPort !== undefined && hostPort > 0)
            .map(({ path, hostPort }) => ({
            on: container.workload.manifest,
            path: [...path, 'hostPort'],
            message: `container ${container.name} takes port ${hostPort} of its node: one pod a node, and reachable past every Service`,
        }));
    },
};

;// CONCATENATED MODULE: ./lib/stages/lint/rules/host-process.js

const hostProcess = {
    id: 'host-process',
    severity: 'warning',
    requirement: 'containers',
    profile: 'recommended',
    remediation: 'Take hostProcess away.',
    peers: ['polaris/hostProcess'],
    visits: 'workload',
    check(workload) {
        const value = (0,json/* dig */.rO)(workload.pod, 'securityContext', 'windowsOptions', 'hostProcess');
        if (value !== true)
            return undefined;
        return {
            on: workload.manifest,
            path: [...workload.podPath, 'securityContext', 'windowsOptions', 'hostProcess'],
            message: 'its pods run as processes of the node',
        };
    },
};

;// CONCATENATED MODULE: ./lib/stages/lint/rules/image-registry.js

const imageRegistry = {
    id: 'image-registry',
    severity: 'note',
    requirement: 'containers',
    profile: 'production',
    remediation: 'Name the registry that the image comes from.',
    peers: ['kube-linter/latest-tag'],
    visits: 'container',
    check(container) {
        const image = (0,json/* asString */.oJ)(container.value['image']) ?? '';
        const [first = '', ...rest] = image.split('/');
        if (image === '' || (rest.length > 0 && /[.:]|^localhost$/.test(first)))
            return undefined;
        const message = `image ${image} of container ${container.name} names no registry: the node's own configuration decides where it comes from`;
        return { on: container.workload.manifest, path: [...container.path, 'image'], message };
    },
};

;// CONCATENATED MODULE: ./lib/stages/lint/rules/image-tag.js

const imageTag = {
    id: 'image-tag',
    severity: 'warning',
    requirement: 'containers',
    profile: 'recommended',
    remediation: 'Name a version or a digest of the image.',
    peers: ['kube-linter/latest-tag', 'kube-score/container-image-tag', 'polaris/tagNotSpecified'],
    visits: 'container',
    check(container) {
        const image = (0,json/* asString */.oJ)(container.value['image']) ?? '';
        const tag = /:([^/:@]+)$/.exec(image.split('@')[0] ?? '')?.[1];
        if (image === '' || image.includes('@') || (tag !== undefined && tag !== 'latest'))
            return undefined;
        const message = `image ${image} of container ${container.name} is another one tomorrow: it has ${tag === undefined ? 'no tag' : 'the tag latest'}`;
        return { on: container.workload.manifest, path: [...container.path, 'image'], message };
    },
};

;// CONCATENATED MODULE: ./lib/stages/lint/rules/instance-label-mismatch.js

const instanceLabelMismatch = {
    id: 'instance-label-mismatch',
    severity: 'note',
    requirement: 'configuration',
    profile: 'production',
    remediation: 'Let app.kubernetes.io/instance name the release that the object belongs to.',
    peers: ['polaris/metadataAndInstanceMismatched'],
    visits: 'object',
    kinds: ['Deployment', 'StatefulSet', 'DaemonSet'],
    check(manifest) {
        const label = (0,json/* dig */.rO)(manifest.value, 'metadata', 'labels', 'app.kubernetes.io/instance');
        if (label === undefined ||
            label === null ||
            manifest.name.includes((0,json/* asText */.e1)(label)) ||
            (0,json/* asText */.e1)(label).includes(manifest.name))
            return undefined;
        const path = ['metadata', 'labels', 'app.kubernetes.io/instance'];
        return {
            on: manifest,
            path,
            message: `label app.kubernetes.io/instance is ${(0,json/* asText */.e1)(label)}, and nothing in its name says so`,
        };
    },
};

;// CONCATENATED MODULE: ./lib/stages/lint/rules/job-ttl.js

const jobTtl = {
    id: 'job-ttl',
    severity: 'note',
    requirement: 'containers',
    profile: 'production',
    remediation: 'Set ttlSecondsAfterFinished.',
    peers: ['kube-linter/job-ttl-seconds-after-finished'],
    visits: 'object',
    kinds: ['Job'],
    check(manifest) {
        const hook = (0,json/* dig */.rO)(manifest.value, 'metadata', 'annotations', 'helm.sh/hook') ??
            (0,json/* dig */.rO)(manifest.value, 'metadata', 'annotations', 'argocd.argoproj.io/hook');
        if (hook !== undefined || (0,json/* dig */.rO)(manifest.value, 'spec', 'ttlSecondsAfterFinished') !== undefined)
            return undefined;
        return {
            on: manifest,
            path: ['spec', 'ttlSecondsAfterFinished'],
            message: 'the finished Job and its pods stay for ever',
        };
    },
};

;// CONCATENATED MODULE: ./lib/stages/lint/rules/liveness-missing.js


const livenessMissing = {
    id: 'liveness-missing',
    severity: 'note',
    requirement: 'containers',
    profile: 'production',
    remediation: 'Add a liveness probe where the process can hang without ending.',
    peers: [
        'kube-linter/no-liveness-probe',
        'kube-score/pod-probes',
        'polaris/livenessProbeMissing',
        'checkov/CKV_K8S_8',
    ],
    visits: 'container',
    check(container) {
        if (container.role !== 'main' || !servingKinds.includes(container.workload.kind))
            return undefined;
        if ((0,json/* asObject */.eB)(container.value['livenessProbe']))
            return undefined;
        return {
            on: container.workload.manifest,
            path: container.path,
            what: 'key',
            message: `container ${container.name} has no liveness probe: a process that hangs is never restarted`,
        };
    },
};

;// CONCATENATED MODULE: ./lib/stages/lint/rules/low-user-id.js

const lowUserId = {
    id: 'low-user-id',
    severity: 'note',
    requirement: 'containers',
    profile: 'production',
    remediation: 'Use a user and a group above 10000, which no user of the node has.',
    peers: ['kube-score/container-security-context-user-group-id', 'trivy/KSV-0020', 'checkov/CKV_K8S_40'],
    visits: 'container',
    check(container) {
        const user = (0,json/* asNumber */.i)((0,json/* dig */.rO)(container.value, 'securityContext', 'runAsUser') ??
            (0,json/* dig */.rO)(container.workload.pod, 'securityContext', 'runAsUser'));
        if (!(user !== undefined && user > 0 && user <= 10_000))
            return undefined;
        return {
            on: container.workload.manifest,
            path: [...container.path, 'securityContext', 'runAsUser'],
            message: `container ${container.name} runs as user ${user}, which may be a user of the node too`,
        };
    },
};

;// CONCATENATED MODULE: ./lib/stages/lint/rules/memory-limit-missing.js

const memoryLimitMissing = {
    id: 'memory-limit-missing',
    severity: 'warning',
    requirement: 'containers',
    profile: 'recommended',
    remediation: 'Limit the memory to what it may need at most.',
    peers: [
        'kube-linter/unset-memory-requirements',
        'kube-score/container-resources',
        'polaris/memoryLimitsMissing',
        'trivy/KSV-0018',
        'checkov/CKV_K8S_13',
    ],
    visits: 'container',
    check(container, lint) {
        if (container.role === 'init' || container.workload.kind === 'Job' || container.workload.kind === 'CronJob')
            return undefined;
        const own = (0,json/* dig */.rO)(container.value, 'resources', 'limits', 'memory');
        const ofPod = (0,json/* dig */.rO)(container.workload.pod, 'resources', 'limits', 'memory');
        if (own !== undefined || ofPod !== undefined || lint.graph.ofKind('LimitRange').length > 0)
            return undefined;
        const message = `container ${container.name} has no memory limit: a leak takes the node down with it`;
        return { on: container.workload.manifest, path: [...container.path, 'resources'], message };
    },
};

;// CONCATENATED MODULE: ./lib/stages/lint/rules/memory-request-missing.js

const memoryRequestMissing = {
    id: 'memory-request-missing',
    severity: 'warning',
    requirement: 'containers',
    profile: 'recommended',
    remediation: 'Request the memory that it needs.',
    peers: [
        'kube-linter/unset-memory-requirements',
        'kube-score/container-resources',
        'polaris/memoryRequestsMissing',
        'trivy/KSV-0016',
        'checkov/CKV_K8S_12',
    ],
    visits: 'container',
    check(container, lint) {
        if (container.role === 'init' || container.workload.kind === 'Job' || container.workload.kind === 'CronJob')
            return undefined;
        const own = (0,json/* dig */.rO)(container.value, 'resources', 'requests', 'memory') ?? (0,json/* dig */.rO)(container.value, 'resources', 'limits', 'memory');
        const ofPod = (0,json/* dig */.rO)(container.workload.pod, 'resources', 'requests', 'memory');
        if (own !== undefined || ofPod !== undefined || lint.graph.ofKind('LimitRange').length > 0)
            return undefined;
        const message = `container ${container.name} has no memory request: the scheduler counts it as nothing, and it is the first to be evicted`;
        return { on: container.workload.manifest, path: [...container.path, 'resources'], message };
    },
};

;// CONCATENATED MODULE: ./lib/stages/lint/rules/port-name-duplicate.js

const portNameDuplicate = {
    id: 'port-name-duplicate',
    severity: 'warning',
    requirement: 'routing',
    profile: 'recommended',
    remediation: 'Give each port of the pod a name of its own.',
    peers: ['kube-score/container-ports-check'],
    visits: 'workload',
    check(workload) {
        const first = new Map();
        return podPorts(workload).flatMap(({ name, path, container }) => {
            if (name === undefined)
                return [];
            const before = first.get(name);
            first.set(name, before ?? container.name);
            if (before === undefined || before === container.name)
                return [];
            const message = `port name ${name} is in containers ${before} and ${container.name}: a Service by that name reaches the first one only`;
            return [{ on: workload.manifest, path: [...path, 'name'], message }];
        });
    },
};

;// CONCATENATED MODULE: ./lib/stages/lint/rules/priority-class-missing.js

const priorityClassMissing = {
    id: 'priority-class-missing',
    severity: 'note',
    requirement: 'horizontal-scaling',
    profile: 'production',
    remediation: 'Name a PriorityClass.',
    peers: ['polaris/priorityClassNotSet', 'kube-linter/priority-class-name'],
    visits: 'workload',
    check(workload) {
        if (!(servingKinds.includes(workload.kind) && workload.pod['priorityClassName'] === undefined))
            return undefined;
        return {
            on: workload.manifest,
            path: [...workload.podPath, 'priorityClassName'],
            message: 'its pods have no priority: on a full node any other may push them out',
        };
    },
};

;// CONCATENATED MODULE: ./lib/stages/lint/rules/privilege-escalation.js

const privilegeEscalation = {
    id: 'privilege-escalation',
    severity: 'warning',
    requirement: 'containers',
    profile: 'recommended',
    remediation: 'Set allowPrivilegeEscalation: false.',
    peers: [
        'kube-linter/privilege-escalation-container',
        'polaris/privilegeEscalationAllowed',
        'trivy/KSV-0001',
        'checkov/CKV_K8S_20',
    ],
    visits: 'container',
    check(container) {
        const value = (0,json/* dig */.rO)(container.value, 'securityContext', 'allowPrivilegeEscalation');
        if (value === false)
            return undefined;
        return {
            on: container.workload.manifest,
            path: [...container.path, 'securityContext', 'allowPrivilegeEscalation'],
            message: `container ${container.name} may gain rights by setuid programs: allowPrivilegeEscalation is ${value === undefined ? 'not set' : (0,json/* asText */.e1)(value)}`,
        };
    },
};

;// CONCATENATED MODULE: ./lib/stages/lint/rules/privileged.js

const privileged = {
    id: 'privileged',
    severity: 'warning',
    requirement: 'containers',
    profile: 'recommended',
    remediation: 'Take privileged away, and add the one capability that is needed.',
    peers: [
        'kube-linter/privileged-container',
        'kube-score/container-security-context-privileged',
        'polaris/runAsPrivileged',
        'trivy/KSV-0017',
        'checkov/CKV_K8S_16',
    ],
    visits: 'container',
    check(container) {
        const value = (0,json/* dig */.rO)(container.value, 'securityContext', 'privileged');
        if (value !== true)
            return undefined;
        return {
            on: container.workload.manifest,
            path: [...container.path, 'securityContext', 'privileged'],
            message: `container ${container.name} is privileged: whoever takes it over has the node`,
        };
    },
};

;// CONCATENATED MODULE: ./lib/stages/lint/rules/privileged-port.js

const privilegedPort = {
    id: 'privileged-port',
    severity: 'note',
    requirement: 'containers',
    profile: 'production',
    remediation: 'Listen above 1023, and map the port in the Service.',
    peers: ['kube-linter/privileged-ports', 'trivy/KSV-0117'],
    visits: 'container',
    check(container) {
        return portsOf(container)
            .filter(({ port }) => port !== undefined && port > 0 && port < 1024 && port !== 22)
            .map(({ path, port }) => ({
            on: container.workload.manifest,
            path: [...path, 'containerPort'],
            message: `container ${container.name} listens on port ${port}, for which it needs a right that others do not`,
        }));
    },
};

;// CONCATENATED MODULE: ./lib/stages/lint/rules/probes-identical.js


const probesIdentical = {
    id: 'probes-identical',
    severity: 'warning',
    requirement: 'containers',
    profile: 'recommended',
    remediation: 'Let liveness ask whether the process lives, with a higher failureThreshold, and readiness whether it can answer.',
    peers: ['kube-score/pod-probes-identical', 'kyverno/ensure-probes-different'],
    visits: 'container',
    check(container) {
        const [ready, live] = [(0,json/* asObject */.eB)(container.value['readinessProbe']), (0,json/* asObject */.eB)(container.value['livenessProbe'])];
        if (!ready || !live || !(0,sameness/* isSame */.F)(ready, live))
            return undefined;
        const message = `container ${container.name} has one probe for readiness and liveness: under load it is restarted when it should only rest`;
        return { on: container.workload.manifest, path: [...container.path, 'livenessProbe'], message };
    },
};

;// CONCATENATED MODULE: ./lib/stages/lint/rules/proc-mount.js

const procMount = {
    id: 'proc-mount',
    severity: 'warning',
    requirement: 'containers',
    profile: 'recommended',
    remediation: 'Leave procMount at its default.',
    peers: ['kube-linter/unsafe-proc-mount', 'polaris/procMount', 'kubesec/ProcMount'],
    visits: 'container',
    check(container) {
        const value = (0,json/* dig */.rO)(container.value, 'securityContext', 'procMount');
        if (value !== 'Unmasked')
            return undefined;
        return {
            on: container.workload.manifest,
            path: [...container.path, 'securityContext', 'procMount'],
            message: `container ${container.name} sees all of /proc, secrets of the kernel included`,
        };
    },
};

;// CONCATENATED MODULE: ./lib/stages/lint/rules/read-only-root.js

const readOnlyRoot = {
    id: 'read-only-root',
    severity: 'warning',
    requirement: 'containers',
    profile: 'recommended',
    remediation: 'Set readOnlyRootFilesystem: true, and mount an emptyDir where it writes.',
    peers: [
        'kube-linter/no-read-only-root-fs',
        'kube-score/container-security-context-readonlyrootfilesystem',
        'polaris/notReadOnlyRootFilesystem',
        'trivy/KSV-0014',
        'checkov/CKV_K8S_22',
    ],
    visits: 'container',
    check(container) {
        const value = (0,json/* dig */.rO)(container.value, 'securityContext', 'readOnlyRootFilesystem');
        if (value === true)
            return undefined;
        return {
            on: container.workload.manifest,
            path: [...container.path, 'securityContext', 'readOnlyRootFilesystem'],
            message: `container ${container.name} can write to its own image: what breaks in can stay`,
        };
    },
};

;// CONCATENATED MODULE: ./lib/stages/lint/rules/readiness-missing.js


const readinessMissing = {
    id: 'readiness-missing',
    severity: 'warning',
    requirement: 'containers',
    profile: 'recommended',
    remediation: 'Add a readiness probe that answers when requests can be answered.',
    peers: [
        'kube-linter/no-readiness-probe',
        'kube-score/pod-probes',
        'polaris/readinessProbeMissing',
        'checkov/CKV_K8S_9',
    ],
    visits: 'container',
    check(container) {
        if (container.role !== 'main' || !servingKinds.includes(container.workload.kind))
            return undefined;
        if ((0,json/* asObject */.eB)(container.value['readinessProbe']) || !Array.isArray(container.value['ports']))
            return undefined;
        return {
            on: container.workload.manifest,
            path: container.path,
            what: 'key',
            message: `container ${container.name} has no readiness probe: it gets requests from the moment that it starts`,
        };
    },
};

;// CONCATENATED MODULE: ./lib/stages/lint/rules/restart-policy.js

const restartPolicy = {
    id: 'restart-policy',
    severity: 'warning',
    requirement: 'containers',
    profile: 'recommended',
    remediation: 'Leave restartPolicy out, or set it to Always.',
    peers: ['kube-linter/restart-policy'],
    visits: 'workload',
    check(workload, lint) {
        if (!(workload.kind === 'Pod' &&
            lint.graph.serviceOf(workload) &&
            workload.pod['restartPolicy'] !== undefined &&
            workload.pod['restartPolicy'] !== 'Always'))
            return undefined;
        return {
            on: workload.manifest,
            path: [...workload.podPath, 'restartPolicy'],
            message: `a serving pod with restartPolicy ${(0,json/* asText */.e1)(workload.pod['restartPolicy'])} stays down when it fails`,
        };
    },
};

;// CONCATENATED MODULE: ./lib/stages/lint/rules/run-as-root.js

const runAsRoot = {
    id: 'run-as-root',
    severity: 'warning',
    requirement: 'containers',
    profile: 'recommended',
    remediation: 'Set runAsNonRoot: true and a runAsUser above 0.',
    peers: [
        'kube-linter/run-as-non-root',
        'kube-score/container-security-context-user-group-id',
        'polaris/runAsRootAllowed',
        'trivy/KSV-0012',
        'checkov/CKV_K8S_40',
    ],
    visits: 'container',
    check(container) {
        const user = (0,json/* asNumber */.i)((0,json/* dig */.rO)(container.value, 'securityContext', 'runAsUser') ??
            (0,json/* dig */.rO)(container.workload.pod, 'securityContext', 'runAsUser'));
        const nonRoot = (0,json/* dig */.rO)(container.value, 'securityContext', 'runAsNonRoot') ??
            (0,json/* dig */.rO)(container.workload.pod, 'securityContext', 'runAsNonRoot');
        if (user === 0) {
            const message = `container ${container.name} runs as root (runAsUser 0)`;
            return { on: container.workload.manifest, path: [...container.path, 'securityContext', 'runAsUser'], message };
        }
        if (user !== undefined || nonRoot === true)
            return undefined;
        const message = `container ${container.name} may run as root: neither runAsNonRoot nor runAsUser is set`;
        return { on: container.workload.manifest, path: [...container.path, 'securityContext'], message };
    },
};

;// CONCATENATED MODULE: ./lib/stages/lint/rules/seccomp-missing.js

const seccompMissing = {
    id: 'seccomp-missing',
    severity: 'note',
    requirement: 'containers',
    profile: 'production',
    remediation: 'Set seccompProfile: {type: RuntimeDefault}.',
    peers: [
        'kube-score/container-seccomp-profile',
        'polaris/linuxHardening',
        'kubesec/SeccompAny',
        'trivy/KSV-0030',
        'checkov/CKV_K8S_31',
    ],
    visits: 'container',
    check(container) {
        const own = (0,json/* dig */.rO)(container.value, 'securityContext', 'seccompProfile', 'type');
        const type = own ?? (0,json/* dig */.rO)(container.workload.pod, 'securityContext', 'seccompProfile', 'type');
        if (type !== undefined && type !== 'Unconfined')
            return undefined;
        const message = `container ${container.name} may use every system call: its seccompProfile is ${type ?? 'not set'}`;
        return { on: container.workload.manifest, path: [...container.path, 'securityContext'], message };
    },
};

;// CONCATENATED MODULE: ./lib/stages/lint/rules/service-account-field.js
const serviceAccountField = {
    id: 'service-account-field',
    severity: 'note',
    requirement: 'configuration',
    profile: 'recommended',
    remediation: 'Use serviceAccountName.',
    peers: ['kube-linter/deprecated-service-account-field'],
    visits: 'workload',
    check(workload) {
        if (!(workload.pod['serviceAccount'] !== undefined && workload.pod['serviceAccountName'] === undefined))
            return undefined;
        return {
            on: workload.manifest,
            path: [...workload.podPath, 'serviceAccount'],
            message: 'serviceAccount is the old name of serviceAccountName',
        };
    },
};

;// CONCATENATED MODULE: ./lib/stages/lint/rules/service-monitor-no-service.js





/** Services by labels of their own, in their namespaces and in all at once. */
const labelledServices = remembered((graph) => {
    const labelled = graph.services.map(({ namespace, manifest }) => {
        return { namespace, labels: (0,json/* asStrings */.P7)((0,json/* dig */.rO)(manifest.value, 'metadata', 'labels')) };
    });
    const anywhere = labelled.map(({ labels }) => ({ namespace: '', labels }));
    return { inNamespaces: new LabelIndex(labelled), anywhere: new LabelIndex(anywhere) };
});
const serviceMonitorNoService = {
    id: 'service-monitor-no-service',
    severity: 'warning',
    requirement: 'routing',
    profile: 'recommended',
    remediation: 'Make the selector equal to labels of the Service.',
    peers: ['kube-linter/dangling-servicemonitor'],
    visits: 'object',
    kinds: ['ServiceMonitor.monitoring.coreos.com'],
    check(manifest, lint) {
        const selector = (0,graph_selector/* labelSelector */.wb)((0,json/* dig */.rO)(manifest.value, 'spec', 'selector'));
        const anywhere = (0,json/* dig */.rO)(manifest.value, 'spec', 'namespaceSelector') !== undefined;
        const namespace = lint.graph.namespaceOf(manifest);
        if (!selector)
            return undefined;
        const { inNamespaces, anywhere: all } = labelledServices(lint.graph);
        const found = anywhere ? all.chosen('', selector) : inNamespaces.chosen(namespace, selector);
        if (!found.isEmpty)
            return undefined;
        const message = `its selector ${(0,graph_selector/* describeSelector */.r5)(selector)} matches no Service: nothing is scraped`;
        return { on: manifest, path: ['spec', 'selector'], message, severity: (0,lint_rule/* missingSeverity */.wt)(lint, true, 'warning') };
    },
};

;// CONCATENATED MODULE: ./lib/stages/lint/rules/shutdown-abrupt.js


const shutdownAbrupt = {
    id: 'shutdown-abrupt',
    severity: 'note',
    requirement: 'horizontal-scaling',
    profile: 'production',
    remediation: 'Add a preStop sleep of a few seconds, shorter than terminationGracePeriodSeconds.',
    peers: ['datree/CONTAINERS_MISSING_PRESTOP_KEY'],
    visits: 'workload',
    check(workload, lint) {
        const [scaler] = lint.graph.scalersOf(workload);
        if (!scaler || !lint.graph.serviceOf(workload))
            return undefined;
        if (workload.containers.some(({ value }) => (0,json/* dig */.rO)(value, 'lifecycle', 'preStop') !== undefined))
            return undefined;
        const message = 'its pods end at once when the HPA scales in, while requests are still on their way to them';
        return {
            on: workload.manifest,
            path: [...workload.podPath, 'containers'],
            message,
            hops: [
                (0,lint_rule/* hop */.KM)(scaler.manifest, ['spec', 'scaleTargetRef'], `HorizontalPodAutoscaler ${scaler.name} takes pods away`),
            ],
        };
    },
};

;// CONCATENATED MODULE: ./lib/stages/lint/rules/single-replica.js
const singleReplica = {
    id: 'single-replica',
    severity: 'note',
    requirement: 'horizontal-scaling',
    profile: 'recommended',
    remediation: 'Run two or more pods, or let an HPA with minReplicas 2 do it.',
    peers: ['kube-linter/minimum-three-replicas', 'kube-score/deployment-replicas', 'polaris/deploymentMissingReplicas'],
    visits: 'workload',
    check(workload, lint) {
        if (workload.kind !== 'Deployment' || lint.graph.scalersOf(workload).length > 0)
            return undefined;
        if ((workload.replicas ?? 1) > 1 || !lint.graph.serviceOf(workload))
            return undefined;
        const message = `it serves with ${workload.replicas ?? 1} pod: each rollout, drain and crash is an outage`;
        return { on: workload.manifest, path: ['spec', 'replicas'], message };
    },
};

;// CONCATENATED MODULE: ./lib/stages/lint/rules/spread-missing.js

const spreadMissing = {
    id: 'spread-missing',
    severity: 'note',
    requirement: 'horizontal-scaling',
    profile: 'recommended',
    remediation: 'Add a topologySpreadConstraint over kubernetes.io/hostname.',
    peers: [
        'kube-linter/no-anti-affinity',
        'kube-score/deployment-has-host-podantiaffinity',
        'kube-score/statefulset-has-host-podantiaffinity',
        'kube-score/pod-topology-spread-constraints',
        'polaris/topologySpreadConstraint',
    ],
    visits: 'workload',
    check(workload, lint) {
        if (workload.kind !== 'Deployment' && workload.kind !== 'StatefulSet')
            return undefined;
        const most = lint.graph.scalersOf(workload)[0]?.max ?? workload.replicas ?? 1;
        const spread = (0,json/* asList */.DD)(workload.pod['topologySpreadConstraints']).length > 0 ||
            (0,json/* dig */.rO)(workload.pod, 'affinity', 'podAntiAffinity') !== undefined;
        if (most < 2 || spread)
            return undefined;
        const message = `nothing keeps its ${most} pods on different nodes: one node may take them all with it`;
        return { on: workload.manifest, path: workload.podPath, message };
    },
};

;// CONCATENATED MODULE: ./lib/stages/lint/rules/ssh-port.js

const sshPort = {
    id: 'ssh-port',
    severity: 'warning',
    requirement: 'exposure',
    profile: 'recommended',
    remediation: 'Take the port away; use kubectl exec.',
    peers: ['kube-linter/ssh-port'],
    visits: 'container',
    check(container) {
        return portsOf(container)
            .filter(({ port, protocol }) => port === 22 && protocol === 'TCP')
            .map(({ path }) => ({
            on: container.workload.manifest,
            path: [...path, 'containerPort'],
            message: `container ${container.name} serves SSH`,
        }));
    },
};

;// CONCATENATED MODULE: ./lib/stages/lint/rules/strategy-recreate.js

const strategyRecreate = {
    id: 'strategy-recreate',
    severity: 'warning',
    requirement: 'horizontal-scaling',
    profile: 'recommended',
    remediation: 'Use RollingUpdate.',
    peers: ['kube-score/deployment-strategy', 'kube-linter/no-rolling-update-strategy'],
    visits: 'workload',
    check(workload, lint) {
        const type = (0,json/* dig */.rO)(workload.manifest.value, 'spec', 'strategy', 'type');
        if (workload.kind !== 'Deployment' || type !== 'Recreate' || !lint.graph.serviceOf(workload))
            return undefined;
        const message = 'strategy Recreate ends every pod before it starts a new one: each rollout is an outage of its Service';
        return { on: workload.manifest, path: ['spec', 'strategy', 'type'], message };
    },
};

;// CONCATENATED MODULE: ./lib/stages/lint/rules/token-automounted.js


/** Names of all subjects of bindings. */
const boundNames = remembered((graph) => {
    const bindings = [...graph.ofKind('RoleBinding'), ...graph.ofKind('ClusterRoleBinding')];
    return new Set(bindings.flatMap(({ value }) => (0,json/* asList */.DD)(value['subjects']).map((one) => (0,json/* dig */.rO)(one, 'name'))));
});
const tokenAutomounted = {
    id: 'token-automounted',
    severity: 'note',
    requirement: 'configuration',
    profile: 'recommended',
    remediation: 'Set automountServiceAccountToken: false unless it talks to the API server.',
    peers: [
        'polaris/automountServiceAccountToken',
        'kubesec/AutomountServiceAccountToken',
        'trivy/KSV-0036',
        'checkov/CKV_K8S_38',
    ],
    visits: 'workload',
    check(workload, lint) {
        const account = (0,json/* asString */.oJ)(workload.pod['serviceAccountName']) ?? 'default';
        const found = lint.graph.find('ServiceAccount', workload.namespace, account);
        if (workload.pod['automountServiceAccountToken'] === false ||
            found?.value['automountServiceAccountToken'] === false)
            return undefined;
        // An account of its own with rights of its own is there to be used.
        if (account !== 'default' && boundNames(lint.graph).has(account))
            return undefined;
        const message = `its pods hold a token of ServiceAccount ${account} for the API server`;
        return { on: workload.manifest, path: [...workload.podPath, 'automountServiceAccountToken'], message };
    },
};

;// CONCATENATED MODULE: ./lib/stages/lint/rules/unsafe-sysctl.js

/** `pkg/kubelet/sysctl/safe_sysctls.go` */
const safe = [
    'kernel.shm_rmid_forced',
    'net.ipv4.ip_local_port_range',
    'net.ipv4.tcp_syncookies',
    'net.ipv4.ping_group_range',
    'net.ipv4.ip_unprivileged_port_start',
    'net.ipv4.ip_local_reserved_ports',
    'net.ipv4.tcp_keepalive_time',
    'net.ipv4.tcp_fin_timeout',
    'net.ipv4.tcp_keepalive_intvl',
    'net.ipv4.tcp_keepalive_probes',
    'net.ipv4.tcp_rmem',
    'net.ipv4.tcp_wmem',
];
const unsafeSysctl = {
    id: 'unsafe-sysctl',
    severity: 'warning',
    requirement: 'containers',
    profile: 'recommended',
    remediation: 'Use sysctls of the safe set, or allow them on the nodes.',
    peers: ['kube-linter/unsafe-sysctls', 'trivy/KSV-0026'],
    visits: 'workload',
    check(workload) {
        return (0,json/* asList */.DD)((0,json/* dig */.rO)(workload.pod, 'securityContext', 'sysctls')).flatMap((one, index) => {
            const name = (0,json/* asString */.oJ)((0,json/* dig */.rO)(one, 'name')) ?? '';
            if (name === '' || safe.includes(name))
                return [];
            const path = [...workload.podPath, 'securityContext', 'sysctls', index, 'name'];
            return [
                {
                    on: workload.manifest,
                    path,
                    message: `sysctl ${name} is not in the safe set: the kubelet refuses its pods (SysctlForbidden)`,
                },
            ];
        });
    },
};

;// CONCATENATED MODULE: ./lib/stages/lint/catalog/containers.js















































const containersRules = [
    barePod,
    capabilitiesAdded,
    capabilitiesKept,
    cpuLimitMissing,
    cpuRequestMissing,
    cronjobDeadline,
    defaultNamespace,
    defaultServiceAccount,
    dockerSocket,
    ephemeralStorageMissing,
    hostAliases,
    hostIpc,
    hostNetwork,
    hostPathSensitive,
    hostPath,
    hostPid,
    hostPort,
    hostProcess,
    imageRegistry,
    imageTag,
    instanceLabelMismatch,
    jobTtl,
    livenessMissing,
    lowUserId,
    memoryLimitMissing,
    memoryRequestMissing,
    portNameDuplicate,
    priorityClassMissing,
    privilegeEscalation,
    privilegedPort,
    privileged,
    probesIdentical,
    procMount,
    readOnlyRoot,
    readinessMissing,
    restartPolicy,
    runAsRoot,
    seccompMissing,
    serviceAccountField,
    serviceMonitorNoService,
    shutdownAbrupt,
    singleReplica,
    spreadMissing,
    sshPort,
    strategyRecreate,
    tokenAutomounted,
    unsafeSysctl,
];

;// CONCATENATED MODULE: ./lib/manifests/graph/budget.js





function budgetOf(graph, manifest) {
    const namespace = graph.namespaceOf(manifest);
    const selector = (0,graph_selector/* labelSelector */.wb)((0,json/* dig */.rO)(manifest.value, 'spec', 'selector'));
    return { manifest, namespace, selector, pods: selector && graph.pods.chosen(namespace, selector) };
}
const firstBudgets = remembered((graph) => {
    const budgets = graph.ofKind('PodDisruptionBudget').map((manifest) => budgetOf(graph, manifest));
    const chosen = budgets.flatMap((budget) => (budget.pods ? [[budget, budget.pods]] : []));
    return firstHolders(graph.pods.items, chosen);
});
/** The first budget that protects the pods of a workload. */
function firstBudgetOf(graph, workload) {
    return firstBudgets(graph).get(workload);
}
/** A count, or a percentage rounded up: `GetScaledValueFromIntOrPercent(\u2026, true)` for both fields in `disruption.go`. */
function scaled(value, total) {
    if (typeof value === 'number')
        return value;
    const percent = typeof value === 'string' ? /^(\d+)%$/.exec(value)?.[1] : undefined;
    return percent === undefined ? undefined : Math.ceil((Number(percent) * total) / 100);
}
/** The least number of pods that the workload is meant to have. */
function leastReplicas(graph, workload) {
    const [scaler] = graph.scalersOf(workload);
    return scaler?.min ?? workload.replicas ?? 1;
}
const leastOfAll = remembered((graph) => graph.pods.items.map((workload) => leastReplicas(graph, workload)));
/** The least number of pods that all of the chosen workloads are meant to have. */
const leastOf = perChoice((graph, chosen) => {
    const all = leastOfAll(graph);
    let sum = 0;
    chosen.bits.find((number) => {
        sum += all[number] ?? 0;
        return false;
    });
    return sum;
});
/** How many of `total` healthy pods may be evicted at once; undefined where the budget does not say. */
function allowedDisruptions({ manifest }, total) {
    const maxUnavailable = scaled((0,json/* dig */.rO)(manifest.value, 'spec', 'maxUnavailable'), total);
    if (maxUnavailable !== undefined)
        return Math.min(total, maxUnavailable);
    const minAvailable = scaled((0,json/* dig */.rO)(manifest.value, 'spec', 'minAvailable'), total);
    return minAvailable === undefined ? undefined : Math.max(0, total - minAvailable);
}

;// CONCATENATED MODULE: ./lib/stages/lint/rules/pdb-blocks.js




const pdbBlocks = {
    id: 'pdb-blocks',
    severity: 'warning',
    requirement: 'horizontal-scaling',
    profile: 'recommended',
    remediation: 'Use maxUnavailable: 1.',
    peers: [
        'kube-linter/pdb-min-available',
        'kube-linter/pdb-max-unavailable',
        'polaris/pdbDisruptionsIsZero',
        'kyverno/pdb-minavailable',
        'kyverno/pdb-maxunavailable',
    ],
    visits: 'object',
    kinds: ['PodDisruptionBudget'],
    check(manifest, lint) {
        const budget = budgetOf(lint.graph, manifest);
        const { pods } = budget;
        if (!pods || pods.isEmpty || pods.bits.meets(scaledPods(lint.graph)))
            return undefined;
        const total = leastOf(lint.graph, pods);
        if (total === 0 || allowedDisruptions(budget, total) !== 0)
            return undefined;
        const field = (0,json/* dig */.rO)(manifest.value, 'spec', 'maxUnavailable') === undefined ? 'minAvailable' : 'maxUnavailable';
        return {
            on: manifest,
            path: ['spec', field],
            message: `of ${total} pods it lets none go: no node with one of them can be drained`,
            hops: (0,lint_rule/* fewHops */.HH)(firstOf(lint.graph, pods.bits, lint_rule/* mostNamed */.xT), (one) => (0,lint_rule/* hop */.KM)(one.manifest, ['spec', 'replicas'], `${one.kind} ${one.name}`)),
        };
    },
};

;// CONCATENATED MODULE: ./lib/stages/lint/rules/pdb-empty.js

const pdbEmpty = {
    id: 'pdb-empty',
    severity: 'warning',
    requirement: 'horizontal-scaling',
    profile: 'recommended',
    remediation: 'Set maxUnavailable or minAvailable.',
    peers: ['kube-score/poddisruptionbudget-has-policy'],
    visits: 'object',
    kinds: ['PodDisruptionBudget'],
    check(manifest) {
        const { minAvailable, maxUnavailable } = (0,json/* asObject */.eB)(manifest.value['spec']) ?? {};
        if (minAvailable !== undefined || maxUnavailable !== undefined)
            return undefined;
        return {
            on: manifest,
            path: ['spec'],
            message: 'it says neither minAvailable nor maxUnavailable: one pod must stay, by default',
        };
    },
};

;// CONCATENATED MODULE: ./lib/stages/lint/rules/pdb-missing.js

const pdbMissing = {
    id: 'pdb-missing',
    severity: 'note',
    requirement: 'horizontal-scaling',
    profile: 'recommended',
    remediation: 'Add a PodDisruptionBudget with maxUnavailable: 1.',
    peers: [
        'kube-score/deployment-has-poddisruptionbudget',
        'kube-score/statefulset-has-poddisruptionbudget',
        'polaris/missingPodDisruptionBudget',
        'kyverno/require-pdb',
    ],
    visits: 'workload',
    check(workload, lint) {
        if (workload.kind !== 'Deployment' && workload.kind !== 'StatefulSet')
            return undefined;
        const least = leastReplicas(lint.graph, workload);
        if (least < 2 || firstBudgetOf(lint.graph, workload))
            return undefined;
        const message = `no PodDisruptionBudget: a drain may take all of its ${least} pods at once`;
        return { on: workload.manifest, path: [...workload.templatePath, 'metadata', 'labels'], message };
    },
};

;// CONCATENATED MODULE: ./lib/stages/lint/rules/pdb-no-pods.js



const pdbNoPods = {
    id: 'pdb-no-pods',
    severity: 'warning',
    requirement: 'horizontal-scaling',
    profile: 'recommended',
    remediation: 'Make the selector equal to labels of the pods that it is to protect.',
    peers: ['popeye/POP-900'],
    visits: 'object',
    kinds: ['PodDisruptionBudget'],
    check(manifest, lint) {
        const { selector, pods } = budgetOf(lint.graph, manifest);
        if (!selector || pods?.isEmpty !== true)
            return undefined;
        const message = `its selector ${(0,graph_selector/* describeSelector */.r5)(selector)} matches no pod: it protects nothing`;
        return { on: manifest, path: ['spec', 'selector'], message, severity: (0,lint_rule/* missingSeverity */.wt)(lint, true, 'warning') };
    },
};

;// CONCATENATED MODULE: ./lib/stages/lint/rules/pdb-unhealthy-policy.js

const pdbUnhealthyPolicy = {
    id: 'pdb-unhealthy-policy',
    severity: 'note',
    requirement: 'horizontal-scaling',
    profile: 'production',
    remediation: 'Set unhealthyPodEvictionPolicy: AlwaysAllow.',
    peers: ['kube-linter/pdb-unhealthy-pod-eviction-policy'],
    visits: 'object',
    kinds: ['PodDisruptionBudget'],
    check(manifest) {
        if ((0,json/* dig */.rO)(manifest.value, 'spec', 'unhealthyPodEvictionPolicy') !== undefined)
            return undefined;
        const message = 'a pod that is not ready blocks the drain of its node (unhealthyPodEvictionPolicy is not set)';
        return { on: manifest, path: ['spec', 'unhealthyPodEvictionPolicy'], message };
    },
};

;// CONCATENATED MODULE: ./lib/stages/lint/catalog/disruption.js





const disruptionRules = [pdbBlocks, pdbEmpty, pdbMissing, pdbNoPods, pdbUnhealthyPolicy];

;// CONCATENATED MODULE: ./lib/stages/lint/rules/exposure-catch-all.js

const exposureCatchAll = {
    id: 'exposure-catch-all',
    severity: 'note',
    requirement: 'exposure',
    profile: 'recommended',
    remediation: 'Name the host that the service is reached by.',
    peers: [
        'datree/INGRESS_INCORRECT_HOST_VALUE_PERMISSIVE',
        'kyverno/restrict-ingress-wildcard',
        'kyverno/restrict-ingress-defaultbackend',
    ],
    visits: 'object',
    kinds: ['Ingress'],
    check(manifest) {
        return (0,json/* asList */.DD)((0,json/* dig */.rO)(manifest.value, 'spec', 'rules')).flatMap((rule, index) => {
            const host = (0,json/* asString */.oJ)((0,json/* dig */.rO)(rule, 'host')) ?? '';
            if (host !== '' && !host.startsWith('*'))
                return [];
            const said = host === '' ? 'no host' : `host ${host}`;
            const path = ['spec', 'rules', index, 'host'];
            return [{ on: manifest, path, message: `a rule with ${said} answers for hosts that are not its own` }];
        });
    },
};

;// CONCATENATED MODULE: ./lib/stages/lint/rules/exposure-datastore.js


/** Ports by which data stores are known. */
const stores = {
    1433: 'SQL Server',
    1521: 'Oracle',
    2379: 'etcd',
    3306: 'MySQL',
    5432: 'PostgreSQL',
    5984: 'CouchDB',
    6379: 'Redis',
    7000: 'Cassandra',
    9042: 'Cassandra',
    9200: 'Elasticsearch',
    11211: 'Memcached',
    26257: 'CockroachDB',
    27017: 'MongoDB',
};
/** Host ports and host networks are another rule's; development clusters open them on purpose. */
const exposure_datastore_open = ['Ingress', 'Gateway', 'LoadBalancer', 'NodePort', 'externalIPs'];
const exposureDatastore = {
    id: 'exposure-datastore',
    severity: 'error',
    requirement: 'exposure',
    profile: 'recommended',
    remediation: 'Make the Service of the data store ClusterIP.',
    peers: [],
    visits: 'set',
    *check({ graph }) {
        const isStore = (port) => stores[port] !== undefined;
        for (const { by, manifest, path, workload, podPort = 0, service } of waysIn(graph, [], { podPorts: isStore })) {
            if (!exposure_datastore_open.includes(by))
                continue;
            const { kind, name } = workload;
            const behind = service && service.manifest !== manifest ? [service] : [];
            yield {
                on: manifest,
                path,
                message: `${by} opens port ${podPort} (${stores[podPort]}) of ${kind} ${name} to the outside`,
                hops: [
                    ...behind.map((one) => (0,lint_rule/* hop */.KM)(one.manifest, ['spec', 'selector'], `Service ${one.name}`)),
                    (0,lint_rule/* hop */.KM)(workload.manifest, [...workload.podPath, 'containers'], `${kind} ${name}`),
                ],
            };
        }
    },
};

;// CONCATENATED MODULE: ./lib/stages/lint/rules/exposure-external-ips.js

const exposureExternalIps = {
    id: 'exposure-external-ips',
    severity: 'warning',
    requirement: 'exposure',
    profile: 'recommended',
    remediation: 'Use a load balancer or an Ingress; externalIPs lets a Service catch foreign traffic (CVE-2020-8554).',
    peers: ['trivy/KSV-0108'],
    visits: 'object',
    kinds: ['Service'],
    check(manifest) {
        const ips = (0,json/* asList */.DD)((0,json/* dig */.rO)(manifest.value, 'spec', 'externalIPs'));
        if (ips.length === 0)
            return undefined;
        return { on: manifest, path: ['spec', 'externalIPs'], message: `it claims ${ips.length} addresses by externalIPs` };
    },
};

;// CONCATENATED MODULE: ./lib/stages/lint/rules/exposure-external-unreachable.js




const exposureExternalUnreachable = {
    id: 'exposure-external-unreachable',
    severity: 'error',
    requirement: 'exposure',
    profile: 'recommended',
    remediation: 'Route to it by an Ingress or a Gateway, or take it off the list of external workloads.',
    peers: [],
    visits: 'set',
    check(lint) {
        const { exposure } = lint.settings;
        if (!exposure)
            return undefined;
        const open = reached(lint.graph, exposure.internalClasses);
        return lint.graph.workloads
            .filter(({ kind, labels }) => servingKinds.includes(kind) && exposure.external.some((one) => (0,graph_selector/* selects */.ko)(one, labels)))
            .filter((workload) => !open.has(lint.graph.pods.numberOf(workload) ?? -1))
            .map((workload) => ({
            on: workload.manifest,
            path: [...workload.templatePath, 'metadata', 'labels'],
            severity: (0,lint_rule/* missingSeverity */.wt)(lint, true),
            message: 'the exposure policy declares it external, and no Ingress, Gateway or Service leads to it from outside',
        }));
    },
};

;// CONCATENATED MODULE: ./lib/stages/lint/rules/exposure-internal-reachable.js



function isInternal({ labels }, { internal, external, otherwise }) {
    if (internal.some((selector) => (0,graph_selector/* selects */.ko)(selector, labels)))
        return true;
    if (external.some((selector) => (0,graph_selector/* selects */.ko)(selector, labels)))
        return false;
    return otherwise === 'internal';
}
const exposureInternalReachable = {
    id: 'exposure-internal-reachable',
    severity: 'error',
    requirement: 'exposure',
    profile: 'recommended',
    remediation: 'Take the way in away, or declare the workload external in the exposure policy.',
    peers: ['kube-linter/exposed-services'],
    visits: 'set',
    *check({ graph, settings: { exposure } }) {
        if (!exposure)
            return;
        const among = graph.pods.where((workload) => isInternal(workload, exposure));
        for (const { by, workload, manifest, path, service } of waysIn(graph, exposure.internalClasses, { among })) {
            const labels = [...workload.templatePath, 'metadata', 'labels'];
            yield {
                on: manifest,
                path,
                message: `${by} leads from outside to ${workload.kind} ${workload.name}, which the exposure policy keeps internal`,
                hops: [
                    ...(service ? [(0,lint_rule/* hop */.KM)(service.manifest, ['spec', 'selector'], `Service ${service.name} selects its pods`)] : []),
                    (0,lint_rule/* hop */.KM)(workload.manifest, labels, `the labels that make ${workload.name} internal`),
                ],
            };
        }
    },
};

;// CONCATENATED MODULE: ./lib/stages/lint/rules/exposure-load-balancer-open.js



const exposureLoadBalancerOpen = {
    id: 'exposure-load-balancer-open',
    severity: 'warning',
    requirement: 'exposure',
    profile: 'recommended',
    remediation: 'List the networks in loadBalancerSourceRanges, keep the load balancer internal, or route through an Ingress.',
    peers: ['kube-linter/exposed-services'],
    visits: 'object',
    kinds: ['Service'],
    check(manifest, { graph }) {
        const service = serviceOf(manifest, graph.namespaceOf(manifest));
        if (service.type !== 'LoadBalancer' || isInternalLoadBalancer(service))
            return undefined;
        const ranges = (0,json/* asList */.DD)((0,json/* dig */.rO)(manifest.value, 'spec', 'loadBalancerSourceRanges')).map((one) => (0,json/* asString */.oJ)(one) ?? '');
        if (ranges.length > 0 && !ranges.some((range) => range.endsWith('/0')))
            return undefined;
        return { on: manifest, path: ['spec', 'type'], message: 'a load balancer that the whole internet may ask' };
    },
};

;// CONCATENATED MODULE: ./lib/stages/lint/rules/exposure-node-port.js

const exposureNodePort = {
    id: 'exposure-node-port',
    severity: 'warning',
    requirement: 'exposure',
    profile: 'recommended',
    remediation: 'Use ClusterIP and an Ingress.',
    peers: ['kube-linter/exposed-services', 'kube-score/service-type', 'datree/SERVICE_INCORRECT_TYPE_VALUE_NODEPORT'],
    visits: 'object',
    kinds: ['Service'],
    check(manifest, { graph }) {
        const { type } = serviceOf(manifest, graph.namespaceOf(manifest));
        if (type !== 'NodePort')
            return undefined;
        return {
            on: manifest,
            path: ['spec', 'type'],
            message: 'NodePort opens a port on every node, past Ingress and TLS',
        };
    },
};

;// CONCATENATED MODULE: ./lib/stages/lint/rules/exposure-retired-controller.js

const exposureRetiredController = {
    id: 'exposure-retired-controller',
    severity: 'note',
    requirement: 'exposure',
    profile: 'recommended',
    remediation: 'Move to a controller that gets fixes, or to the Gateway API.',
    peers: [],
    visits: 'object',
    kinds: ['Ingress'],
    check(manifest) {
        const annotations = (0,json/* asStrings */.P7)((0,json/* dig */.rO)(manifest.value, 'metadata', 'annotations'));
        const own = [...annotations.keys()].find((name) => name.startsWith('nginx.ingress.kubernetes.io/'));
        if (own !== undefined) {
            const path = ['metadata', 'annotations', own];
            return {
                on: manifest,
                path,
                what: 'key',
                message: `${own} is read by ingress-nginx alone, which was retired in March 2026`,
            };
        }
        if ((0,json/* asString */.oJ)((0,json/* dig */.rO)(manifest.value, 'spec', 'ingressClassName')) !== 'nginx')
            return undefined;
        const message = 'class nginx is that of ingress-nginx, which was retired in March 2026';
        return { on: manifest, path: ['spec', 'ingressClassName'], message };
    },
};

;// CONCATENATED MODULE: ./lib/stages/lint/rules/exposure-snippet.js

const exposureSnippet = {
    id: 'exposure-snippet',
    severity: 'warning',
    requirement: 'exposure',
    profile: 'recommended',
    remediation: 'Use an annotation or a Gateway API filter that does this one thing.',
    peers: ['checkov/CKV_K8S_152', 'checkov/CKV_K8S_153', 'trivy/KCV-0093', 'datree/INGRESS_CVE2021_25742'],
    visits: 'object',
    kinds: ['Ingress'],
    check(manifest) {
        const names = [...(0,json/* asStrings */.P7)((0,json/* dig */.rO)(manifest.value, 'metadata', 'annotations')).keys()];
        return names
            .filter((name) => /ingress\.kubernetes\.io\/.*-snippets?$/.test(name))
            .map((name) => ({
            on: manifest,
            path: ['metadata', 'annotations', name],
            what: 'key',
            message: `${name} puts raw configuration into the proxy, which sees every secret of the cluster (CVE-2021-25742)`,
        }));
    },
};

;// CONCATENATED MODULE: ./lib/stages/lint/catalog/exposure.js









const exposureRules = [
    exposureCatchAll,
    exposureDatastore,
    exposureExternalIps,
    exposureExternalUnreachable,
    exposureInternalReachable,
    exposureLoadBalancerOpen,
    exposureNodePort,
    exposureRetiredController,
    exposureSnippet,
];

;// CONCATENATED MODULE: ./lib/manifests/graph/target.js

/** The pods that an HPA scales, where they are in the input. */
function targetOf(graph, scaler) {
    return graph.workload((0,graph_kind/* kindOf */.I)(scaler.targetApiVersion, scaler.targetKind), scaler.namespace, scaler.targetName);
}

;// CONCATENATED MODULE: ./lib/stages/lint/rules/hpa-conflict.js





/** The HPAs of each namespace, in the order of the input. */
const rivalsByNamespace = remembered((graph) => {
    const rivals = graph.scalers.map((scaler) => {
        const target = targetOf(graph, scaler);
        return { scaler, target: target && graph.pods.numberOf(target) };
    });
    return Map.groupBy(rivals, ({ scaler }) => scaler.namespace);
});
/** Whether another HPA's pods are among those that this one selects: `AmbiguousSelector` in `horizontal.go`, and neither scales. */
function rivalOf(own, { graph }) {
    const target = targetOf(graph, own);
    const number = target && graph.pods.numberOf(target);
    const selector = target && (0,graph_selector/* labelSelector */.wb)((0,json/* dig */.rO)(target.manifest.value, 'spec', 'selector'));
    const selected = selector && graph.pods.chosen(own.namespace, selector).bits;
    const rival = rivalsByNamespace(graph)
        .get(own.namespace)
        ?.find(({ scaler, target: other }) => {
        if (scaler.name === own.name)
            return false;
        if (number !== undefined && other !== undefined)
            return number === other || selected?.has(other) === true;
        return scaler.targetKind === own.targetKind && scaler.targetName === own.targetName;
    });
    return rival?.scaler;
}
/** ScaledObjects by the target that they name. */
const scaledByTarget = remembered((graph) => {
    const all = graph.ofKind('ScaledObject').map((manifest, order) => {
        const kind = (0,json/* asString */.oJ)((0,json/* dig */.rO)(manifest.value, 'spec', 'scaleTargetRef', 'kind')) ?? 'Deployment';
        const name = (0,json/* asString */.oJ)((0,json/* dig */.rO)(manifest.value, 'spec', 'scaleTargetRef', 'name'));
        return [`${manifest.namespace ?? ''}\n${kind}\n${name}`, { manifest, order }];
    });
    return new Map(all.toReversed());
});
/** One that names no namespace is in the one of the HPA. */
function scaledByOthers({ namespace, targetKind, targetName }, { graph }) {
    const found = [namespace, ''].flatMap((home) => {
        return scaledByTarget(graph).get(`${home}\n${targetKind}\n${targetName}`) ?? [];
    });
    return found.toSorted((a, b) => a.order - b.order).at(0)?.manifest;
}
/** VPAs that resize pods which run, by the target that they name. */
const resizersByTarget = remembered((graph) => {
    const active = graph.ofKind('VerticalPodAutoscaler').filter(({ value }) => {
        return !['Off', 'Initial'].includes((0,json/* asString */.oJ)((0,json/* dig */.rO)(value, 'spec', 'updatePolicy', 'updateMode')) ?? 'Auto');
    });
    const resizers = active.map((manifest) => {
        const policies = (0,json/* asList */.DD)((0,json/* dig */.rO)(manifest.value, 'spec', 'resourcePolicy', 'containerPolicies'));
        const controlled = policies.flatMap((policy) => (0,json/* asList */.DD)((0,json/* dig */.rO)(policy, 'controlledResources')));
        const name = (0,json/* asString */.oJ)((0,json/* dig */.rO)(manifest.value, 'spec', 'targetRef', 'name'));
        const of = `${graph.namespaceOf(manifest)}\n${name}`;
        return { manifest, controlled: controlled.map((one) => (0,json/* asString */.oJ)(one) ?? ''), of };
    });
    return Map.groupBy(resizers, ({ of }) => of);
});
/** A VPA that resizes by the same resource moves the requests under the HPA's feet. */
function resizedBy({ namespace, targetName, metrics }, { graph }) {
    const measured = new Set(metrics.flatMap(({ resource }) => resource ?? []));
    const resizers = resizersByTarget(graph).get(`${namespace}\n${targetName}`);
    return resizers?.find(({ controlled }) => controlled.length === 0 || controlled.some((one) => measured.has(one)))
        ?.manifest;
}
function hpa_conflict_findingsOf(scaler, lint) {
    const rival = rivalOf(scaler, lint);
    const others = [
        [rival?.manifest, 'scales the same pods (AmbiguousSelector: neither will scale)'],
        [scaledByOthers(scaler, lint), 'scales the same target by an HPA of its own'],
        [resizedBy(scaler, lint), 'changes the requests that this HPA measures against'],
    ];
    return others.flatMap(([other, message]) => {
        if (!other)
            return [];
        return [
            {
                on: scaler.manifest,
                path: ['spec', 'scaleTargetRef'],
                message: `${(0,lint_rule/* nameOf */.Vb)(other, lint)} ${message}`,
                hops: [(0,lint_rule/* hop */.KM)(other, ['spec'], (0,lint_rule/* nameOf */.Vb)(other, lint))],
            },
        ];
    });
}
const hpaConflict = {
    id: 'hpa-conflict',
    severity: 'error',
    requirement: 'autoscaling',
    profile: 'recommended',
    remediation: 'Let one scaler decide over one set of pods.',
    peers: ['kyverno/prevent-duplicate-hpa'],
    visits: 'set',
    check: (lint) => lint.graph.scalers.flatMap((scaler) => hpa_conflict_findingsOf(scaler, lint)),
};

;// CONCATENATED MODULE: ./lib/stages/lint/rules/hpa-container-missing.js






const namesOf = remembered((workload) => new nearness/* Names */.fS(running(workload).map(({ name }) => name)));
const hpaContainerMissing = {
    id: 'hpa-container-missing',
    severity: 'error',
    requirement: 'autoscaling',
    profile: 'recommended',
    remediation: 'Name a container of the pods that the HPA scales.',
    peers: [],
    visits: 'object',
    kinds: ['HorizontalPodAutoscaler'],
    check(manifest, { graph }) {
        const scaler = scalerOf(manifest, graph.namespaceOf(manifest));
        const workload = targetOf(graph, scaler);
        if (!workload)
            return undefined;
        const names = namesOf(workload);
        return scaler.metrics
            .filter(({ container }) => container !== undefined && !names.has(container))
            .map(({ path, container = '' }) => ({
            on: manifest,
            path: [...path, 'container'],
            message: `the metric measures container ${container}${(0,nearness/* didYouMean */.au)(container, names)}, and the pods of ` +
                `${workload.kind} ${workload.name} have ${(0,lint_rule/* listed */.KE)(names.list)}`,
            hops: [(0,lint_rule/* hop */.KM)(workload.manifest, [...workload.podPath, 'containers'], 'the containers that run')],
        }));
    },
};

;// CONCATENATED MODULE: ./lib/stages/lint/rules/hpa-memory-only.js

const hpaMemoryOnly = {
    id: 'hpa-memory-only',
    severity: 'note',
    requirement: 'autoscaling',
    profile: 'recommended',
    remediation: 'Add a metric that falls when the load falls: CPU, or requests per second.',
    peers: [],
    visits: 'object',
    kinds: ['HorizontalPodAutoscaler'],
    check(manifest, { graph }) {
        const { metrics } = scalerOf(manifest, graph.namespaceOf(manifest));
        if (!metrics.every(({ resource }) => resource === 'memory'))
            return undefined;
        const message = 'memory is its only metric: most runtimes keep what they had, so it scales up and seldom down';
        return { on: manifest, path: ['spec', 'metrics'], message };
    },
};

;// CONCATENATED MODULE: ./lib/stages/lint/rules/hpa-metrics-source.js



/** The API that serves each type of metric. */
const apis = {
    Resource: 'metrics.k8s.io',
    ContainerResource: 'metrics.k8s.io',
    Pods: 'custom.metrics.k8s.io',
    Object: 'custom.metrics.k8s.io',
    External: 'external.metrics.k8s.io',
};
const servedGroups = remembered((graph) => {
    return new Set(graph.ofKind('APIService.apiregistration.k8s.io').map(({ value }) => (0,json/* dig */.rO)(value, 'spec', 'group')));
});
const hpaMetricsSource = {
    id: 'hpa-metrics-source',
    severity: 'warning',
    requirement: 'autoscaling',
    profile: 'recommended',
    remediation: 'Install what serves the metrics API: metrics-server, or an adapter for custom and external metrics.',
    peers: [],
    visits: 'object',
    kinds: ['HorizontalPodAutoscaler'],
    check(manifest, { graph, settings }) {
        if (!settings.whole)
            return undefined;
        const serves = (api) => servedGroups(graph).has(api) || (api === 'metrics.k8s.io' && settings.cluster?.metricsServer !== false);
        return scalerOf(manifest, graph.namespaceOf(manifest)).metrics.flatMap(({ type, path }) => {
            const api = apis[type];
            if (api === undefined || serves(api))
                return [];
            const severity = settings.cluster || type.endsWith('Resource') ? 'warning' : 'note';
            return [
                {
                    on: manifest,
                    path,
                    severity,
                    message: `metric of type ${type} needs ${api}, which nothing in the input serves`,
                },
            ];
        });
    },
};

;// CONCATENATED MODULE: ./lib/stages/lint/rules/hpa-min-one.js

const hpaMinOne = {
    id: 'hpa-min-one',
    severity: 'note',
    requirement: 'horizontal-scaling',
    profile: 'recommended',
    remediation: 'Set minReplicas to 2 or more.',
    peers: [
        'kube-linter/hpa-minimum-three-replicas',
        'kube-score/horizontalpodautoscaler-replicas',
        'polaris/hpaMinAvailability',
        'datree/HPA_MISSING_MINREPLICAS_KEY',
    ],
    visits: 'object',
    kinds: ['HorizontalPodAutoscaler'],
    check(manifest, lint) {
        const { min } = scalerOf(manifest, lint.graph.namespaceOf(manifest));
        if (min !== 1)
            return undefined;
        const message = 'with minReplicas 1 (the default) each drain and crash is an outage while the load is low';
        return { on: manifest, path: ['spec', 'minReplicas'], message };
    },
};

;// CONCATENATED MODULE: ./lib/stages/lint/rules/hpa-no-readiness.js


const hpaNoReadiness = {
    id: 'hpa-no-readiness',
    severity: 'warning',
    requirement: 'horizontal-scaling',
    profile: 'recommended',
    remediation: 'Give the serving container a readiness probe, so that new pods get requests when they can answer.',
    peers: ['kube-linter/no-readiness-probe', 'kube-score/pod-probes', 'polaris/readinessProbeMissing'],
    visits: 'workload',
    check(workload, { graph }) {
        const [scaler] = graph.scalersOf(workload);
        const service = graph.serviceOf(workload);
        if (!scaler || !service)
            return undefined;
        const serving = workload.containers.filter(({ role, value }) => role === 'main' && Array.isArray(value['ports']));
        const probed = workload.containers.some(({ value }) => (0,json/* asObject */.eB)(value['readinessProbe']));
        const [first] = serving;
        if (probed || !first)
            return undefined;
        return {
            on: workload.manifest,
            path: first.path,
            what: 'key',
            message: `no container has a readiness probe: each pod that the HPA adds gets requests before it can answer them`,
            hops: [
                (0,lint_rule/* hop */.KM)(scaler.manifest, ['spec', 'scaleTargetRef'], `HorizontalPodAutoscaler ${scaler.name} adds pods`),
                (0,lint_rule/* hop */.KM)(service.manifest, ['spec', 'selector'], `Service ${service.name} sends them requests`),
            ],
        };
    },
};

;// CONCATENATED MODULE: ./lib/stages/lint/rules/hpa-over-quota.js







/** Names under which a quota counts requests; the short ones mean the same. */
const quotaNames = { cpu: ['requests.cpu', 'cpu'], memory: ['requests.memory', 'memory'] };
const limitsByNamespace = remembered((graph) => {
    const limits = graph.ofKind('ResourceQuota').flatMap((quota) => ['cpu', 'memory'].flatMap((resource) => {
        const name = quotaNames[resource].find((one) => (0,json/* dig */.rO)(quota.value, 'spec', 'hard', one) !== undefined);
        const hard = name && milli((0,json/* dig */.rO)(quota.value, 'spec', 'hard', name));
        return name === undefined || hard === undefined ? [] : [{ quota, resource, name, hard }];
    }));
    return Map.groupBy(limits, ({ quota }) => graph.namespaceOf(quota));
});
const hpaOverQuota = {
    id: 'hpa-over-quota',
    severity: 'error',
    requirement: 'horizontal-scaling',
    profile: 'recommended',
    remediation: 'Lower maxReplicas or the requests, or raise the quota.',
    peers: ['popeye/POP-602'],
    visits: 'object',
    kinds: ['HorizontalPodAutoscaler'],
    *check(manifest, { graph }) {
        const scaler = scalerOf(manifest, graph.namespaceOf(manifest));
        const workload = targetOf(graph, scaler);
        const { max } = scaler;
        if (!workload || max === undefined)
            return;
        for (const { quota, resource, name, hard } of limitsByNamespace(graph).get(scaler.namespace) ?? []) {
            const each = sums(graph, workload, resource).requests;
            if (each === undefined || each * max <= hard)
                continue;
            const need = `${max} \u00d7 ${describeAmount(resource, each)} = ${describeAmount(resource, each * max)}`;
            yield {
                on: manifest,
                path: ['spec', 'maxReplicas'],
                message: `${need} of ${resource} is over the quota of ${describeAmount(resource, hard)}: it stops at ${Math.floor(hard / each)} pods`,
                hops: [(0,lint_rule/* hop */.KM)(quota, ['spec', 'hard', name], `ResourceQuota ${quota.name}`)],
            };
        }
    },
};

;// CONCATENATED MODULE: ./lib/stages/lint/rules/hpa-pdb-blocks.js



/** At the HPA's minimum no pod may be evicted: nodes can not be drained while the load is low (`disruption.go`). */
const hpaPdbBlocks = {
    id: 'hpa-pdb-blocks',
    severity: 'warning',
    requirement: 'horizontal-scaling',
    profile: 'recommended',
    remediation: 'Use maxUnavailable: 1, or keep minAvailable below minReplicas of the HPA.',
    peers: [
        'kube-linter/pdb-min-available',
        'polaris/pdbMinAvailableGreaterThanHPAMinReplicas',
        'kyverno/deployment-replicas-higher-than-pdb',
    ],
    visits: 'object',
    kinds: ['PodDisruptionBudget'],
    check(manifest, { graph }) {
        const budget = budgetOf(graph, manifest);
        const { pods } = budget;
        if (!pods?.bits.meets(scaledPods(graph)))
            return undefined;
        const scaled = firstOf(graph, pods.bits.copy().and(scaledPods(graph)), lint_rule/* mostNamed */.xT);
        const total = leastOf(graph, pods);
        const allowed = allowedDisruptions(budget, total);
        if (allowed === undefined || allowed > 0)
            return undefined;
        const field = 'maxUnavailable' in (manifest.value['spec'] ?? {}) ? 'maxUnavailable' : 'minAvailable';
        return {
            on: manifest,
            path: ['spec', field],
            message: `at the HPA's minimum of ${total} pods it allows 0 disruptions, so no node with one of them can be drained`,
            hops: (0,lint_rule/* fewHops */.HH)(scaled.flatMap((workload) => graph.scalersOf(workload).slice(0, lint_rule/* mostNamed */.xT)), (one) => (0,lint_rule/* hop */.KM)(one.manifest, ['spec', 'minReplicas'], `HorizontalPodAutoscaler ${one.name} keeps ${one.min} or more`)),
        };
    },
};

;// CONCATENATED MODULE: ./lib/stages/lint/rules/hpa-range.js

/** `autoscaling/validation`: `maxReplicas` must not be below `minReplicas`; equal, the HPA has no room to decide anything. */
const hpaRange = {
    id: 'hpa-range',
    severity: 'error',
    requirement: 'autoscaling',
    profile: 'recommended',
    remediation: 'Set maxReplicas above minReplicas.',
    peers: ['polaris/hpaMaxAvailability'],
    visits: 'object',
    kinds: ['HorizontalPodAutoscaler'],
    check(manifest, lint) {
        const { min, max, metrics } = scalerOf(manifest, lint.graph.namespaceOf(manifest));
        const on = manifest;
        if (max !== undefined && max < min) {
            return { on, path: ['spec', 'maxReplicas'], message: `maxReplicas ${max} is less than minReplicas ${min}` };
        }
        if (max !== undefined && max === min) {
            const message = `minReplicas and maxReplicas are both ${max}: it can never scale`;
            return { on, path: ['spec', 'maxReplicas'], message, severity: 'warning' };
        }
        if (min === 0 && !metrics.some(({ type }) => type === 'Object' || type === 'External')) {
            const message = 'minReplicas 0 needs a metric of type Object or External (and the HPAScaleToZero gate)';
            return { on, path: ['spec', 'minReplicas'], message, remediation: 'Set minReplicas to 1 or more.' };
        }
        return undefined;
    },
};

;// CONCATENATED MODULE: ./lib/stages/lint/rules/hpa-replicas-set.js



function consequence(replicas, min, max) {
    if (replicas === 0)
        return 'switches the HPA off (ScalingDisabled): it never leaves 0';
    if (replicas > max || replicas < min)
        return `is outside the HPA's ${min} to ${max}, and each apply jumps there`;
    return `resets what the HPA decided (${min} to ${max}) on each apply`;
}
/** `replicas: 0` disables an HPA whose minReplicas is not 0 (`horizontal.go`, `reconcileAutoscaler`). */
const hpaReplicasSet = {
    id: 'hpa-replicas-set',
    severity: 'warning',
    requirement: 'horizontal-scaling',
    profile: 'recommended',
    remediation: 'Leave spec.replicas out of a workload that an HPA scales.',
    peers: [
        'kube-score/deployment-targeted-by-hpa-does-not-have-replicas-configured',
        'kics/hpa_targeted_deployments_with_configured_replica_count',
    ],
    visits: 'object',
    kinds: ['HorizontalPodAutoscaler'],
    check(manifest, lint) {
        const { min, max = Number.POSITIVE_INFINITY, ...scaler } = scalerOf(manifest, lint.graph.namespaceOf(manifest));
        const workload = targetOf(lint.graph, { min, max, ...scaler });
        if (workload?.replicas === undefined)
            return undefined;
        const { replicas } = workload;
        const outside = (replicas === 0 && min > 0) || replicas > max;
        return {
            on: workload.manifest,
            path: ['spec', 'replicas'],
            severity: outside ? 'error' : 'warning',
            message: `replicas: ${replicas} ${consequence(replicas, min, max)}`,
            hops: [(0,lint_rule/* hop */.KM)(manifest, ['spec', 'scaleTargetRef'], `HorizontalPodAutoscaler ${scaler.name} scales it`)],
            change: {
                on: workload.manifest,
                path: ['spec', 'replicas'],
                description: 'Leave the number of replicas to the HPA.',
                action: 'delete',
            },
        };
    },
};

;// CONCATENATED MODULE: ./lib/stages/lint/rules/hpa-requests-missing.js




function* hpa_requests_missing_findingsOf(scaler, metric, workload, { graph }) {
    const { resource, container, utilization } = metric;
    if (resource === undefined || utilization === undefined)
        return;
    if (container === undefined && podLevelRequest(workload, resource))
        return;
    for (const one of sums(graph, workload, resource, container).without) {
        yield {
            on: workload.manifest,
            path: [...one.path, 'resources'],
            message: `container ${one.name} has no ${resource} request (nor limit, nor LimitRange default), so HorizontalPodAutoscaler ` +
                `${scaler.name} can not compute ${utilization} % ${resource} utilization and will never scale`,
            remediation: `Give every container of the pod, sidecars too, a ${resource} request.`,
            hops: [
                (0,lint_rule/* hop */.KM)(scaler.manifest, ['spec', 'scaleTargetRef'], `${scaler.name} scales ${workload.kind} ${workload.name}`),
                (0,lint_rule/* hop */.KM)(scaler.manifest, metric.path, `wants ${utilization} % of the ${resource} request`),
            ],
        };
    }
}
/** One container without a request fails the whole metric (`replica_calculator.go`, `calculateRequests`). */
const hpaRequestsMissing = {
    id: 'hpa-requests-missing',
    severity: 'error',
    requirement: 'autoscaling',
    profile: 'recommended',
    remediation: 'Give every container of the pod, sidecars too, a request for the resource that the HPA measures.',
    peers: [],
    visits: 'object',
    kinds: ['HorizontalPodAutoscaler'],
    *check(manifest, lint) {
        const scaler = scalerOf(manifest, lint.graph.namespaceOf(manifest));
        const workload = targetOf(lint.graph, scaler);
        if (!workload)
            return;
        for (const metric of scaler.metrics)
            yield* hpa_requests_missing_findingsOf(scaler, metric, workload, lint);
    },
};

;// CONCATENATED MODULE: ./lib/stages/lint/rules/hpa-shared-claim.js


const hpaSharedClaim = {
    id: 'hpa-shared-claim',
    severity: 'warning',
    requirement: 'horizontal-scaling',
    profile: 'recommended',
    remediation: 'Use a claim per pod (StatefulSet volumeClaimTemplates), ReadWriteMany, or a store outside of the pods.',
    peers: [],
    visits: 'workload',
    check(workload, { graph }) {
        const [scaler] = graph.scalersOf(workload);
        const most = scaler?.max ?? workload.replicas ?? 1;
        if (most < 2)
            return undefined;
        return sharedClaims(graph, workload)
            .filter(({ accessModes }) => accessModes.length > 0 && accessModes.every((mode) => mode.startsWith('ReadWriteOnce')))
            .map(({ name, path, claim, accessModes }) => ({
            on: workload.manifest,
            path,
            severity: accessModes.includes('ReadWriteOncePod') ? 'error' : 'warning',
            message: `up to ${most} pods share claim ${name}, which is ${accessModes.join(', ')}: pods on a second node can not start`,
            hops: claim ? [(0,lint_rule/* hop */.KM)(claim, ['spec', 'accessModes'], `PersistentVolumeClaim ${name}`)] : [],
        }));
    },
};

;// CONCATENATED MODULE: ./lib/stages/lint/rules/hpa-target-missing.js







const path = ['spec', 'scaleTargetRef'];
/** A custom resource can be scaled where its definition has a `scale` subresource; without the definition nobody knows. */
function unknownCustomResource({ targetApiVersion, targetKind }, { graph }) {
    if (scalableKinds.includes((0,graph_kind/* kindOf */.I)(targetApiVersion, targetKind)) || !targetApiVersion.includes('.'))
        return false;
    return !definedKinds(graph).has(targetKind);
}
const definedKinds = remembered((graph) => {
    return new Set(graph.ofKind('CustomResourceDefinition').map(({ value }) => (0,json/* dig */.rO)(value, 'spec', 'names', 'kind')));
});
/** Namespaces with something that can be scaled. */
const scalableNamespaces = remembered((graph) => {
    const scalable = graph.workloads.filter(({ kind }) => scalableKinds.includes(kind));
    return new Set(scalable.map(({ namespace }) => namespace));
});
function hasScalable({ namespace }, { graph }) {
    return scalableNamespaces(graph).has(namespace);
}
function elsewhere(scaler, { graph }) {
    const kind = (0,graph_kind/* kindOf */.I)(scaler.targetApiVersion, scaler.targetKind);
    const other = graph.named(kind, scaler.targetName);
    if (other)
        return `; there is one in namespace ${graph.namespaceOf(other)}, which an HPA can not reach`;
    const otherKind = scalableKinds.find((one) => graph.find(one, scaler.namespace, scaler.targetName));
    if (otherKind)
        return `; there is a ${otherKind} of that name`;
    return (0,nearness/* didYouMean */.au)(scaler.targetName, graph.namesOf(kind, scaler.namespace));
}
function finding(scaler, lint) {
    const { manifest, targetKind, targetName, namespace, targetApiVersion } = scaler;
    const hint = elsewhere(scaler, lint);
    const known = hint.startsWith(';');
    const custom = unknownCustomResource(scaler, lint);
    return {
        on: manifest,
        path: [...path, 'name'],
        message: `scaleTargetRef is ${targetApiVersion} ${targetKind} ${namespace}/${targetName}, which is not there${hint}`,
        severity: custom ? 'note' : known ? 'error' : (0,lint_rule/* missingUnlessMade */.Q$)(lint, namespace, hasScalable(scaler, lint)),
    };
}
/** The controller looks the target up by group, kind and name in the HPA's own namespace (`horizontal.go`, `scaleForResourceMappings`). */
const hpaTargetMissing = {
    id: 'hpa-target-missing',
    severity: 'error',
    requirement: 'autoscaling',
    profile: 'recommended',
    remediation: 'Name the group, the kind and the name of a workload in the namespace of the HorizontalPodAutoscaler.',
    peers: [
        'kube-linter/dangling-horizontalpodautoscaler',
        'kube-score/horizontalpodautoscaler-has-target',
        'popeye/POP-600',
    ],
    visits: 'object',
    kinds: ['HorizontalPodAutoscaler'],
    check(manifest, lint) {
        const scaler = scalerOf(manifest, lint.graph.namespaceOf(manifest));
        if (scaler.targetName === '' || scaler.targetKind === '')
            return undefined;
        const kind = (0,graph_kind/* kindOf */.I)(scaler.targetApiVersion, scaler.targetKind);
        if (lint.graph.find(kind, scaler.namespace, scaler.targetName))
            return undefined;
        if ((0,lint_rule/* isExternal */.ge)(lint, scaler.targetKind, scaler.namespace, scaler.targetName))
            return undefined;
        return finding(scaler, lint);
    },
};

;// CONCATENATED MODULE: ./lib/stages/lint/rules/hpa-target-not-scalable.js


/** Kinds of Kubernetes that have no `scale` subresource. */
const fixedKinds = ['DaemonSet', 'Job', 'CronJob', 'Pod', 'Service', 'ConfigMap', 'Ingress'];
const hpaTargetNotScalable = {
    id: 'hpa-target-not-scalable',
    severity: 'error',
    requirement: 'autoscaling',
    profile: 'recommended',
    remediation: 'Scale a Deployment, a StatefulSet or a ReplicaSet.',
    peers: ['kube-linter/dangling-horizontalpodautoscaler'],
    visits: 'object',
    kinds: ['HorizontalPodAutoscaler'],
    check(manifest, lint) {
        const { targetApiVersion, targetKind, targetName } = scalerOf(manifest, lint.graph.namespaceOf(manifest));
        const kind = (0,graph_kind/* kindOf */.I)(targetApiVersion, targetKind);
        if (!fixedKinds.includes(kind))
            return undefined;
        const message = `scaleTargetRef is ${targetKind} ${targetName}, and a ${targetKind} has no scale subresource`;
        return { on: manifest, path: ['spec', 'scaleTargetRef', 'kind'], message };
    },
};

;// CONCATENATED MODULE: ./lib/stages/lint/rules/hpa-target-unreachable.js





/** CPU throttling lets a window show a little more than the limit: below this, no window helps. */
const throttlingMargin = 1.05;
function highest(requests, ceiling) {
    return Math.floor((ceiling * 100) / requests);
}
function hpa_target_unreachable_findingOf(scaler, metric, lint) {
    const { resource, utilization, container } = metric;
    const workload = targetOf(lint.graph, scaler);
    if (!workload || resource === undefined || utilization === undefined || utilization <= 0)
        return undefined;
    const { requests, ceiling } = sums(lint.graph, workload, resource, container);
    if (requests === undefined || ceiling === undefined || requests === 0)
        return undefined;
    const cap = highest(requests, ceiling);
    const ratio = cap / utilization;
    if (ratio > 1 + scaler.upTolerance)
        return undefined;
    const needed = Math.floor(cap / (1 + scaler.upTolerance)) - (cap % (1 + scaler.upTolerance) === 0 ? 1 : 0);
    const sure = resource !== 'cpu' || ratio <= throttlingMargin;
    return {
        on: scaler.manifest,
        path: metric.utilizationPath,
        severity: sure ? 'error' : 'warning',
        message: `${resource} utilization can not exceed ${cap} % (limits ${describeAmount(resource, ceiling)}, requests ` +
            `${describeAmount(resource, requests)}); with a target of ${utilization} % and a tolerance of ${scaler.upTolerance} ` +
            `it scales up above ${(utilization * (1 + scaler.upTolerance)).toFixed(1)} % only, so it never does`,
        remediation: `Set the target to ${Math.max(1, needed)} % or less, or raise the limits over the requests.`,
        hops: [
            (0,lint_rule/* hop */.KM)(workload.manifest, [...workload.podPath, 'containers'], `limits and requests of ${workload.kind} ${workload.name}`),
        ],
    };
}
/**
 * The controller acts when `floor(100 \u00b7 usage / requests) / target` leaves the tolerance (`metrics/utilization.go`,
 * `Tolerances.isWithin`); usage does not exceed the limits.
 */
const hpaTargetUnreachable = {
    id: 'hpa-target-unreachable',
    severity: 'error',
    requirement: 'autoscaling',
    profile: 'recommended',
    remediation: 'Lower the target, or raise the limits over the requests.',
    peers: [],
    visits: 'object',
    kinds: ['HorizontalPodAutoscaler'],
    check(manifest, lint) {
        const scaler = scalerOf(manifest, lint.graph.namespaceOf(manifest));
        const unreachable = scaler.metrics.map((metric) => hpa_target_unreachable_findingOf(scaler, metric, lint));
        // Any metric that can rise is enough: the controller takes the highest proposal.
        return unreachable.some((one) => one === undefined) ? undefined : unreachable.flatMap((one) => one ?? []);
    },
};

;// CONCATENATED MODULE: ./lib/stages/lint/rules/hpa-window-too-short.js

/** `--horizontal-pod-autoscaler-sync-period` and `--\u2026-downscale-stabilization`, as kube-controller-manager defaults them. */
const syncSeconds = 15;
const downscaleSeconds = 300;
const hpaWindowTooShort = {
    id: 'hpa-window-too-short',
    severity: 'warning',
    requirement: 'autoscaling',
    profile: 'kind',
    remediation: 'Give the load test more time, or set behavior.scaleDown.stabilizationWindowSeconds.',
    peers: [],
    visits: 'object',
    kinds: ['HorizontalPodAutoscaler'],
    check(manifest, { settings: { loadSeconds, cluster } }) {
        if (loadSeconds === undefined)
            return undefined;
        const window = (way) => (0,json/* asNumber */.i)((0,json/* dig */.rO)(manifest.value, 'spec', 'behavior', way, 'stabilizationWindowSeconds'));
        const up = (window('scaleUp') ?? 0) + 2 * syncSeconds;
        const longest = cluster?.downscaleSeconds ?? Number.POSITIVE_INFINITY;
        const down = Math.min(window('scaleDown') ?? downscaleSeconds, longest) + 2 * syncSeconds;
        if (up + down <= loadSeconds)
            return undefined;
        return {
            on: manifest,
            path: ['spec', 'behavior', 'scaleDown', 'stabilizationWindowSeconds'],
            message: `one way up (${up} s) and down (${down} s) takes ${up + down} s or more; the load test lasts ${loadSeconds} s`,
        };
    },
};

;// CONCATENATED MODULE: ./lib/stages/lint/rules/workload-selector-overlap.js




const owners = ['Deployment', 'StatefulSet', 'DaemonSet', 'ReplicaSet', 'ReplicationController'];
const owningPods = remembered((graph) => graph.pods.where(({ kind }) => owners.includes(kind)));
const workloadSelectorOverlap = {
    id: 'workload-selector-overlap',
    severity: 'warning',
    requirement: 'horizontal-scaling',
    profile: 'recommended',
    remediation: 'Give each workload a label of its own, and select by it.',
    peers: [],
    visits: 'workload',
    check(workload, { graph }) {
        if (!owners.includes(workload.kind))
            return undefined;
        const written = (0,json/* dig */.rO)(workload.manifest.value, 'spec', 'selector');
        const selector = workload.kind === 'ReplicationController' ? (0,graph_selector/* plainSelector */.Y0)(written) : (0,graph_selector/* labelSelector */.wb)(written);
        if (!selector)
            return undefined;
        const owning = graph.pods.chosen(workload.namespace, selector).bits.copy().and(owningPods(graph));
        const number = owning.find((one) => graph.pods.items[one]?.name !== workload.name);
        const other = number === undefined ? undefined : graph.pods.items[number];
        if (!other)
            return undefined;
        const scaled = graph.scalersOf(workload).length > 0;
        return {
            on: workload.manifest,
            path: ['spec', 'selector'],
            severity: scaled ? 'error' : 'warning',
            message: `its selector also matches the pods of ${other.kind} ${other.name}` +
                (scaled ? ', whose use its HPA then averages in' : ''),
            hops: [(0,lint_rule/* hop */.KM)(other.manifest, [...other.templatePath, 'metadata', 'labels'], `pods of ${other.kind} ${other.name}`)],
        };
    },
};

;// CONCATENATED MODULE: ./lib/stages/lint/catalog/hpa.js

















const hpaRules = [
    hpaConflict,
    hpaContainerMissing,
    hpaMemoryOnly,
    hpaMetricsSource,
    hpaMinOne,
    hpaNoReadiness,
    hpaOverQuota,
    hpaPdbBlocks,
    hpaRange,
    hpaReplicasSet,
    hpaRequestsMissing,
    hpaSharedClaim,
    hpaTargetMissing,
    hpaTargetNotScalable,
    hpaTargetUnreachable,
    hpaWindowTooShort,
    workloadSelectorOverlap,
];

;// CONCATENATED MODULE: ./lib/manifests/graph/network.js




const directions = ['ingress', 'egress'];
const nameLabel = 'kubernetes.io/metadata.name';
function entryOf(value) {
    return {
        block: (0,json/* dig */.rO)(value, 'ipBlock') !== undefined,
        ofNamespace: (0,graph_selector/* labelSelector */.wb)((0,json/* dig */.rO)(value, 'namespaceSelector')),
        pods: (0,graph_selector/* labelSelector */.wb)((0,json/* dig */.rO)(value, 'podSelector')),
    };
}
function rulesOf(spec, direction) {
    return (0,json/* asList */.DD)((0,json/* dig */.rO)(spec, direction)).map((value) => {
        return { value, entries: (0,json/* asList */.DD)((0,json/* dig */.rO)(value, direction === 'ingress' ? 'from' : 'to')).map(entryOf) };
    });
}
function isolationOf(graph, policy) {
    const spec = (0,json/* asObject */.eB)(policy.value['spec']) ?? {};
    const types = (0,json/* asList */.DD)(spec['policyTypes']);
    const selector = (0,graph_selector/* labelSelector */.wb)(spec['podSelector'] ?? {});
    if (selector === undefined)
        return undefined;
    const [ingress, egress] = types.length > 0 ? [types.includes('Ingress'), types.includes('Egress')] : [true, spec['egress'] !== undefined];
    const namespace = graph.namespaceOf(policy);
    return {
        namespace,
        policies: [],
        selector,
        pods: graph.pods.chosen(namespace, selector),
        isolates: { ingress, egress },
        rules: { ingress: rulesOf(spec, 'ingress'), egress: rulesOf(spec, 'egress') },
    };
}
const isolationsOf = remembered((graph) => {
    const alike = new Map();
    const byNamespace = new Map();
    const pods = { ingress: new BitSet(graph.pods.items.length), egress: new BitSet(graph.pods.items.length) };
    for (const [order, policy] of graph.ofKind('NetworkPolicy').entries()) {
        const key = `${graph.namespaceOf(policy)}\n${JSON.stringify(policy.value['spec'])}`;
        const isolation = alike.get(key) ?? isolationOf(graph, policy);
        if (isolation === undefined)
            continue;
        isolation.policies.push({ policy, order });
        if (alike.has(key))
            continue;
        alike.set(key, isolation);
        byNamespace.set(isolation.namespace, byNamespace.get(isolation.namespace) ?? []);
        byNamespace.get(isolation.namespace)?.push(isolation);
        for (const direction of directions)
            if (isolation.isolates[direction])
                pods[direction].or(isolation.pods.bits);
    }
    return { byNamespace, pods };
});
/** The first isolations of a pod, which hold its first policies. */
function isolating(graph, pod, direction, most) {
    const number = graph.pods.numberOf(pod);
    const found = [];
    for (const one of isolationsOf(graph).byNamespace.get(pod.namespace) ?? []) {
        const { isolates, selector, pods } = one;
        if (found.length === most)
            break;
        if (isolates[direction] && (number === undefined ? (0,graph_selector/* selects */.ko)(selector, pod.labels) : pods.bits.has(number)))
            found.push(one);
    }
    return found;
}
/** The workloads that some policy of a sort isolates. */
function isolatedPods(graph, direction, isOfSort) {
    const isolated = new BitSet(graph.pods.items.length);
    for (const { isolates, pods, policies } of [...isolationsOf(graph).byNamespace.values()].flat()) {
        const [first] = policies;
        if (isolates[direction] && first && isOfSort(first.policy))
            isolated.or(pods.bits);
    }
    return isolated;
}
/** Whether a NetworkPolicy isolates the pods of a workload in one direction; where there is none, everything is allowed. */
function isIsolated(graph, workload, direction) {
    const number = graph.pods.numberOf(workload);
    return number !== undefined && isolationsOf(graph).pods[direction].has(number);
}
function portAllowed(rule, port) {
    const ports = (0,json/* asList */.DD)((0,json/* dig */.rO)(rule, 'ports'));
    if (ports.length === 0)
        return true;
    return ports.some((one) => {
        if (((0,json/* asString */.oJ)((0,json/* dig */.rO)(one, 'protocol')) ?? 'TCP') !== port.protocol)
            return false;
        const wanted = (0,json/* dig */.rO)(one, 'port');
        if (wanted === undefined || wanted === null)
            return true;
        if (typeof wanted === 'string')
            return wanted === port.name;
        if (typeof wanted !== 'number')
            return false;
        const end = (0,json/* asNumber */.i)((0,json/* dig */.rO)(one, 'endPort')) ?? wanted;
        return port.number !== undefined && port.number >= wanted && port.number <= end;
    });
}
const namespaceLabels = remembered((graph) => {
    const known = new Map();
    return (namespace) => {
        const before = known.get(namespace);
        if (before !== undefined)
            return before;
        const found = graph.named('Namespace', namespace);
        const labels = new Map([...(0,json/* asStrings */.P7)((0,json/* dig */.rO)(found?.value, 'metadata', 'labels')), [nameLabel, namespace]]);
        known.set(namespace, labels);
        return labels;
    };
});
/** Whether one entry of `from` or `to` in a policy of `home` lets the peer through. */
function peerAllowed(graph, { block, ofNamespace, pods }, home, peer) {
    if (block)
        return peer === 'elsewhere';
    if (peer === 'elsewhere') {
        return ofNamespace !== undefined && ofNamespace.matchLabels.get(nameLabel) !== home;
    }
    const there = ofNamespace ? (0,graph_selector/* selects */.ko)(ofNamespace, namespaceLabels(graph)(peer.namespace)) : peer.namespace === home;
    return there && (pods === undefined || (0,graph_selector/* selects */.ko)(pods, peer.labels));
}
function ruleAllows(graph, { value, entries }, home, peer, port) {
    const anyone = entries.length === 0;
    return portAllowed(value, port) && (anyone || entries.some((entry) => peerAllowed(graph, entry, home, peer)));
}
/** Pods of the own namespace that one entry lets through. */
function ownPeers(graph, { block, ofNamespace, pods }, home) {
    if (block || (ofNamespace && !(0,graph_selector/* selects */.ko)(ofNamespace, namespaceLabels(graph)(home))))
        return undefined;
    return graph.pods.chosen(home, pods ?? everything).bits;
}
const everything = { matchLabels: new Map(), requirements: [] };
/** Which of the pods that a policy isolates it lets reach pods of their own workload. */
function openToItself(graph, { namespace, rules, pods }, direction, port) {
    const open = new BitSet(graph.pods.items.length);
    for (const { entries } of rules[direction].filter(({ value }) => portAllowed(value, port))) {
        if (entries.length === 0)
            return pods.bits;
        for (const entry of entries)
            open.or(ownPeers(graph, entry, namespace) ?? new BitSet(0));
    }
    return open.and(pods.bits);
}
const knownOpen = remembered((_) => new Map());
/** The pods of the input for which one policy is enough to let traffic through. */
function openPods(graph, direction, peer, port) {
    const key = `${direction} ${peer} ${port.protocol} ${port.number} ${port.name}`;
    const known = knownOpen(graph).get(key);
    if (known !== undefined)
        return known;
    const open = new BitSet(graph.pods.items.length);
    for (const one of [...isolationsOf(graph).byNamespace.values()].flat()) {
        if (!one.isolates[direction])
            continue;
        if (peer === 'itself')
            open.or(openToItself(graph, one, direction, port));
        else if (allows(graph, one, direction, peer, port))
            open.or(one.pods.bits);
    }
    knownOpen(graph).set(key, open);
    return open;
}
function allows(graph, { rules, namespace }, direction, peer, port) {
    return rules[direction].some((rule) => ruleAllows(graph, rule, namespace, peer, port));
}
const admitted = { allowed: true, policies: [] };
/** Policies that an answer names at most. */
const mostPolicies = 25;
function refusal(isolations) {
    const first = isolations.flatMap(({ policies }) => policies.slice(0, mostPolicies));
    const ordered = first.toSorted((a, b) => a.order - b.order).slice(0, mostPolicies);
    return { allowed: false, policies: ordered.map(({ policy }) => policy) };
}
/** Whether the policies let traffic of a port through: one rule of one policy is enough, no policy is enough too. */
function admits(graph, pod, direction, peer, port) {
    const number = graph.pods.numberOf(pod);
    const isItself = peer !== 'elsewhere' && peer.labels === pod.labels && peer.namespace === pod.namespace;
    if (number === undefined || (peer !== 'elsewhere' && !isItself)) {
        const isolations = isolating(graph, pod, direction, Number.POSITIVE_INFINITY);
        const open = isolations.length === 0 || isolations.some((one) => allows(graph, one, direction, peer, port));
        return open ? admitted : refusal(isolations);
    }
    const isOpen = !isolationsOf(graph).pods[direction].has(number) ||
        openPods(graph, direction, isItself ? 'itself' : 'elsewhere', port).has(number);
    return isOpen ? admitted : refusal(isolating(graph, pod, direction, mostPolicies));
}

;// CONCATENATED MODULE: ./lib/stages/lint/rules/network-policy-dns.js



const dns = { number: 53, name: undefined, protocol: 'UDP' };
/** A policy that lets nothing out at all is meant so. */
function opensSomething({ value }) {
    const text = JSON.stringify(value);
    return text.includes('"to"') || text.includes('"ports"');
}
const opened = remembered((graph) => isolatedPods(graph, 'egress', opensSomething));
/** A policy for Egress that forgets port 53 breaks every name, and with it every connection by name. */
const networkPolicyDns = {
    id: 'network-policy-dns',
    severity: 'warning',
    requirement: 'routing',
    profile: 'recommended',
    remediation: 'Let the pods ask port 53 (UDP and TCP) of namespace kube-system.',
    peers: [],
    visits: 'workload',
    check(workload, { graph }) {
        if (graph.ofKind('NetworkPolicy').length === 0 || workload.pod['dnsPolicy'] === 'None')
            return undefined;
        if (!opened(graph).has(graph.pods.numberOf(workload) ?? -1))
            return undefined;
        const { allowed, policies } = admits(graph, workload, 'egress', 'elsewhere', dns);
        const [policy] = policies;
        if (allowed || !policy)
            return undefined;
        return {
            on: policy,
            path: ['spec', 'egress'],
            message: `it lets ${workload.kind} ${workload.name} ask no DNS server (port 53/UDP): its pods can not resolve names`,
            hops: [(0,lint_rule/* hop */.KM)(workload.manifest, [...workload.templatePath, 'metadata', 'labels'], `pods of ${workload.name}`)],
        };
    },
};

;// CONCATENATED MODULE: ./lib/stages/lint/rules/network-policy-missing.js



const networkPolicyMissing = {
    id: 'network-policy-missing',
    severity: 'note',
    requirement: 'exposure',
    profile: 'recommended',
    remediation: 'Add a NetworkPolicy that selects the pods and lets in whom they serve.',
    peers: [
        'kube-linter/non-isolated-pod',
        'kube-score/pod-networkpolicy',
        'polaris/missingNetworkPolicy',
        'checkov/CKV2_K8S_6',
    ],
    visits: 'workload',
    check(workload, lint) {
        if (!servingKinds.includes(workload.kind) || isIsolated(lint.graph, workload, 'ingress'))
            return undefined;
        const path = [...workload.templatePath, 'metadata', 'labels'];
        const message = 'no NetworkPolicy selects its pods: every pod of the cluster may ask them';
        return { on: workload.manifest, path, severity: (0,lint_rule/* missingSeverity */.wt)(lint, true, 'note'), message };
    },
};

;// CONCATENATED MODULE: ./lib/stages/lint/rules/network-policy-no-pods.js



const networkPolicyNoPods = {
    id: 'network-policy-no-pods',
    severity: 'warning',
    requirement: 'exposure',
    profile: 'recommended',
    remediation: 'Make the podSelector equal to labels of the pods that it is to protect.',
    peers: ['kube-linter/dangling-networkpolicy', 'kube-score/networkpolicy-targets-pod', 'popeye/POP-1200'],
    visits: 'object',
    kinds: ['NetworkPolicy'],
    check(manifest, lint) {
        const selector = (0,graph_selector/* labelSelector */.wb)((0,json/* dig */.rO)(manifest.value, 'spec', 'podSelector') ?? {});
        if (!selector || (selector.matchLabels.size === 0 && selector.requirements.length === 0))
            return undefined;
        if (!lint.graph.pods.chosen(lint.graph.namespaceOf(manifest), selector).isEmpty)
            return undefined;
        const message = `its podSelector ${(0,graph_selector/* describeSelector */.r5)(selector)} matches no pod: it protects nothing`;
        return { on: manifest, path: ['spec', 'podSelector'], message, severity: (0,lint_rule/* missingSeverity */.wt)(lint, true, 'warning') };
    },
};

;// CONCATENATED MODULE: ./lib/stages/lint/rules/network-policy-peer-missing.js



const network_policy_peer_missing_directions = [
    ['ingress', 'from'],
    ['egress', 'to'],
];
const networkPolicyPeerMissing = {
    id: 'network-policy-peer-missing',
    severity: 'note',
    requirement: 'exposure',
    profile: 'recommended',
    remediation: 'Name labels that pods of the namespace have.',
    peers: ['kube-linter/dangling-networkpolicypeer-podselector', 'popeye/POP-1206'],
    visits: 'object',
    kinds: ['NetworkPolicy'],
    check(manifest, lint) {
        const namespace = lint.graph.namespaceOf(manifest);
        return network_policy_peer_missing_directions.flatMap(([direction, field]) => (0,json/* asList */.DD)((0,json/* dig */.rO)(manifest.value, 'spec', direction)).flatMap((rule, index) => (0,json/* asList */.DD)((0,json/* dig */.rO)(rule, field)).flatMap((peer, number) => {
            const selector = (0,graph_selector/* labelSelector */.wb)((0,json/* dig */.rO)(peer, 'podSelector'));
            if (!selector || (0,json/* dig */.rO)(peer, 'namespaceSelector') !== undefined)
                return [];
            if (!lint.graph.pods.chosen(namespace, selector).isEmpty)
                return [];
            const path = ['spec', direction, index, field, number, 'podSelector'];
            const message = `${direction} ${field} ${(0,graph_selector/* describeSelector */.r5)(selector)} matches no pod of namespace ${namespace}`;
            return [{ on: manifest, path, message, severity: (0,lint_rule/* missingSeverity */.wt)(lint, true, 'note') }];
        })));
    },
};

;// CONCATENATED MODULE: ./lib/stages/lint/catalog/networks.js




const networksRules = [
    networkPolicyDns,
    networkPolicyMissing,
    networkPolicyNoPods,
    networkPolicyPeerMissing,
];

;// CONCATENATED MODULE: ./lib/manifests/graph/redis.js




const redis_images = /(?:^|\/)(?:redis|valkey|keydb|redis-cluster|valkey-cluster|redis-stack-server)(?:[:@]|$)/;
/** Nothing behind the blanks can fail: a pattern that takes them back one by one needs the square of a long line. */
const directive = /^\s*([a-z][a-z0-9-]*)\s+([\s\S]*)$/;
const lineBreak = /[\r\u2028\u2029]/;
const flag = /(?:^|\s)--([a-z][a-z0-9-]*)(?:\s+|=)(?:"([^"]*)"|'([^']*)'|([^\s-][^\s]*))/g;
function isRedisImage(image) {
    return redis_images.test(image);
}
function fromArguments({ workload, path, value }) {
    return ['command', 'args'].flatMap((field) => {
        const list = (0,json/* asList */.DD)(value[field]).map((one) => (0,json/* asString */.oJ)(one) ?? '');
        return list.flatMap((text, index) => {
            const on = workload.manifest;
            const at = [...path, field, index];
            const separate = /^--([a-z][a-z0-9-]*)$/.exec(text);
            const next = list[index + 1];
            if (separate && next !== undefined)
                return [{ name: separate[1] ?? '', value: next, on, path: at }];
            return [...text.matchAll(flag)].map(([, name = '', double, single, bare]) => {
                return { name, value: double ?? single ?? bare ?? '', on, path: at };
            });
        });
    });
}
/** Lines of a redis.conf, with their place in the ConfigMap. */
function directivesOf(on, key, text) {
    return text.split('\n').flatMap((line, index) => {
        const match = /^\s*#/.test(line) ? null : (directive.exec(line.trimEnd()) ?? directive.exec(line));
        if (!match || lineBreak.test(match[2] ?? ''))
            return [];
        const value = (match[2] ?? '').replace(/^"(.*)"$/, '$1');
        return [
            { name: match[1] ?? '', value, on, path: ['data', key], textLine: { line: index, width: line.trim().length } },
        ];
    });
}
function layerOf(settings) {
    const clusterEnabled = settings.some(({ name, value }) => name === 'cluster-enabled' && value === 'yes');
    return { last: new Map(settings.map((one) => [one.name, one])), clusterEnabled };
}
/** Of a ConfigMap: each line of it once, however many servers mount it. */
const layerOfFile = remembered((map) => {
    const files = [...(0,json/* asStrings */.P7)((0,json/* dig */.rO)(map.value, 'data'))].filter(([key]) => key.endsWith('.conf'));
    return layerOf(files.flatMap(([key, text]) => directivesOf(map, key, text)));
});
const fromFiles = remembered((graph) => remembered((workload) => {
    const maps = new Set(referencesOf(workload).flatMap(({ kind, use, name }) => kind === 'ConfigMap' && use === 'volume' ? (graph.find('ConfigMap', workload.namespace, name) ?? []) : []));
    return [...maps].map(layerOfFile);
}));
function serverOf(graph, container) {
    const { workload } = container;
    const layers = [...fromFiles(graph)(workload), layerOf(fromArguments(container))].filter(({ last }) => last.size > 0);
    const environment = (0,json/* asList */.DD)(container.value['env']).some((one) => /^(REDIS|VALKEY)_CLUSTER/.test((0,json/* asString */.oJ)((0,json/* dig */.rO)(one, 'name')) ?? ''));
    const clustered = layers.some(({ clusterEnabled }) => clusterEnabled) || environment;
    return { workload, container, layers, clustered };
}
/** Every Redis server of the input; looked for once. */
const redisServers = remembered((graph) => graph.workloads
    .filter(({ kind }) => kind !== 'Job' && kind !== 'CronJob')
    .flatMap(({ containers }) => containers
    .filter(({ role, value }) => role === 'main' && isRedisImage((0,json/* asString */.oJ)(value['image']) ?? ''))
    .filter(({ value }) => !/redis-cli|sentinel/.test((0,json/* asString */.oJ)((0,json/* asList */.DD)(value['command'])[0]) ?? ''))
    .map((container) => serverOf(graph, container))));
const redisClusters = remembered((graph) => redisServers(graph).filter(({ clustered }) => clustered));
/** The last one counts, as Redis reads them; arguments come after the file. */
function settingOf({ layers }, name) {
    return layers.findLast(({ last }) => last.has(name))?.last.get(name);
}
/** `512mb` as redis.conf writes sizes: `k` is 1000 and `kb` 1024 bytes. */
function redisBytes(text) {
    const match = /^(\d+)([kmg]?)(b?)$/i.exec(text.trim());
    if (!match)
        return quantity(text);
    const base = match[3] === '' ? 1000 : 1024;
    const power = ['', 'k', 'm', 'g'].indexOf((match[2] ?? '').toLowerCase());
    return Number(match[1]) * base ** Math.max(0, power);
}
/** The port of the cluster bus: `cluster-port`, or 10000 above the data port. */
function busPortOf(server) {
    const own = Number(settingOf(server, 'cluster-port')?.value);
    return own > 0 ? own : portOf(server) + 10_000;
}
function portOf(server) {
    return Number(settingOf(server, 'port')?.value) || 6379;
}

;// CONCATENATED MODULE: ./lib/stages/lint/rules/redis-announce.js



const announcing = /cluster-announce-ip|CLUSTER_ANNOUNCE_IP|cluster-announce-hostname/;
const dynamic = /REDIS_CLUSTER_DYNAMIC_IPS/;
const initText = remembered(({ pod }) => JSON.stringify(pod['initContainers'] ?? null));
/** An address that follows the pod: its IP from the downward API, or its name. */
function announces(server) {
    const text = JSON.stringify(server.container.value);
    const before = initText(server.workload);
    if (announcing.test(text) || announcing.test(before))
        return true;
    const fromPod = (0,json/* asList */.DD)(server.container.value['env']).some((one) => (0,json/* dig */.rO)(one, 'valueFrom', 'fieldRef', 'fieldPath') === 'status.podIP' &&
        /ANNOUNCE|DYNAMIC/.test((0,json/* asString */.oJ)((0,json/* dig */.rO)(one, 'name')) ?? ''));
    const byName = settingOf(server, 'cluster-announce-hostname') ?? settingOf(server, 'cluster-announce-ip');
    return fromPod || byName !== undefined || dynamic.test(text) || dynamic.test(before);
}
const redisAnnounce = {
    id: 'redis-announce',
    severity: 'warning',
    requirement: 'routing',
    profile: 'recommended',
    remediation: 'Start with --cluster-announce-ip $(POD_IP) from the downward API, or announce host names.',
    peers: [],
    visits: 'set',
    check({ graph }) {
        return redisClusters(graph)
            .filter((server) => !announces(server))
            .map(({ workload, container }) => ({
            on: workload.manifest,
            path: container.path,
            what: 'key',
            message: 'its nodes announce no address: after a restart with a new IP the others, and the clients, keep the old one',
        }));
    },
};

;// CONCATENATED MODULE: ./lib/stages/lint/rules/redis-auth.js

function redis_auth_findingsOf(server) {
    const password = settingOf(server, 'requirepass');
    const forMaster = settingOf(server, 'masterauth');
    const accounts = settingOf(server, 'aclfile') ?? settingOf(server, 'user');
    const open = settingOf(server, 'protected-mode');
    if (server.clustered && password && !forMaster) {
        return [
            {
                ...password,
                message: 'requirepass without masterauth: replicas can not log in to their primary, and never hold its data',
            },
        ];
    }
    if (password && forMaster && password.value !== forMaster.value) {
        return [{ ...forMaster, message: 'masterauth and requirepass differ: replicas can not log in to their primary' }];
    }
    if (open?.value !== 'no' || password || accounts)
        return [];
    const environment = JSON.stringify(server.container.value['env'] ?? null);
    if (/PASSWORD/.test(environment))
        return [];
    return [
        {
            ...open,
            severity: 'warning',
            message: 'protected-mode no and no password: whoever reaches the port may do everything',
        },
    ];
}
const redisAuth = {
    id: 'redis-auth',
    severity: 'error',
    requirement: 'configuration',
    profile: 'recommended',
    remediation: 'Set requirepass and masterauth to one value from a Secret.',
    peers: [],
    visits: 'set',
    check: ({ graph }) => redisServers(graph).flatMap(redis_auth_findingsOf),
};

;// CONCATENATED MODULE: ./lib/stages/lint/rules/redis-bus-blocked.js



/** Nodes talk on the data port and on the bus; with the bus closed `cluster_state` stays `fail`. */
const redisBusBlocked = {
    id: 'redis-bus-blocked',
    severity: 'error',
    requirement: 'routing',
    profile: 'recommended',
    remediation: 'Let the nodes reach each other on the data port and on the bus port, both ways.',
    peers: [],
    visits: 'set',
    check({ graph }) {
        return redisClusters(graph).flatMap((server) => {
            const { workload } = server;
            const peer = { namespace: workload.namespace, labels: workload.labels };
            const ports = [
                { number: portOf(server), name: 'redis', protocol: 'TCP' },
                { number: busPortOf(server), name: 'bus', protocol: 'TCP' },
            ];
            return ['ingress', 'egress'].flatMap((direction) => ports.flatMap((port) => {
                const { allowed, policies } = admits(graph, workload, direction, peer, port);
                const [policy] = policies;
                if (allowed || !policy)
                    return [];
                return [
                    {
                        on: policy,
                        path: ['spec', direction],
                        message: `it lets the nodes of ${workload.name} not reach each other on port ${port.number} (${direction}): the cluster never forms`,
                        hops: [
                            (0,lint_rule/* hop */.KM)(workload.manifest, [...workload.templatePath, 'metadata', 'labels'], `nodes of ${workload.name}`),
                        ],
                    },
                ];
            }));
        });
    },
};

;// CONCATENATED MODULE: ./lib/stages/lint/rules/redis-client.js






/** DNS knows no longer names. */
const longestName = 253;
function hostsIn(target) {
    const parts = target.split(/[,\s;]+/).map((part) => part.replace(/^\w+:\/\//, '').replace(/^[^@/]*@/, ''));
    return parts.map((part) => part.split(/[:/]/)[0] ?? '').filter(({ length }) => length <= longestName);
}
/** `redis.shop.svc` is asked by the names `redis`, `redis.shop` and `redis.shop.svc`. */
function namesIn(target) {
    const names = new Set();
    for (const host of hostsIn(target)) {
        names.add(host);
        for (let dot = host.indexOf('.'); dot >= 0; dot = host.indexOf('.', dot + 1))
            names.add(host.slice(0, dot));
    }
    return names;
}
function askingsOf(container) {
    const { value } = container;
    const env = (0,json/* asList */.DD)(value['env']);
    const text = JSON.stringify([env, value['args'] ?? null, value['command'] ?? null]);
    if (/cluster/i.test(text))
        return [];
    return env.map((one, index) => ({ container, index, target: (0,json/* asString */.oJ)((0,json/* dig */.rO)(one, 'value')) ?? '' }));
}
/** Variables by the namespace that they are in and the names that they ask. */
const askingsByName = remembered((graph) => {
    const byName = new Map();
    for (const asking of graph.workloads.flatMap(({ containers }) => containers.flatMap(askingsOf))) {
        for (const name of namesIn(asking.target)) {
            const key = `${asking.container.workload.namespace}\n${name}`;
            const list = byName.get(key);
            if (list)
                list.push(asking);
            else
                byName.set(key, [asking]);
        }
    }
    return byName;
});
function redis_client_findingOf({ container, index, target }, service) {
    const { path, workload, name } = container;
    return {
        on: workload.manifest,
        path: [...path, 'env', index, 'value'],
        message: `container ${name} asks ${target}, which is a Redis Cluster; nothing says that its client follows MOVED`,
        hops: [(0,lint_rule/* hop */.KM)(service.manifest, ['spec', 'selector'], `Service ${service.name} leads to the nodes`)],
    };
}
/** Services that lead to nodes, in the order of the nodes. */
function servicesOf(graph, nodes) {
    const found = graph.services.flatMap((service) => {
        const first = podsOf(graph, service)?.bits.find((number) => nodes.has(number));
        return first === undefined ? [] : [{ service, first }];
    });
    return found.toSorted((a, b) => a.first - b.first).map(({ service }) => service);
}
const redisClient = {
    id: 'redis-client',
    severity: 'note',
    requirement: 'routing',
    profile: 'recommended',
    remediation: 'Use a client in cluster mode, and say so in a variable or an argument.',
    peers: [],
    visits: 'set',
    *check({ graph }) {
        const nodes = new Set(redisClusters(graph).map(({ workload }) => workload));
        if (nodes.size === 0)
            return;
        for (const service of servicesOf(graph, setOf(graph, nodes))) {
            const askings = askingsByName(graph).get(`${service.namespace}\n${service.name}`) ?? [];
            for (const asking of askings)
                if (!nodes.has(asking.container.workload))
                    yield redis_client_findingOf(asking, service);
        }
    },
};

;// CONCATENATED MODULE: ./lib/stages/lint/rules/redis-deadlock.js



const asksForCluster = /cluster[_ -]?state|cluster\s+info|cluster_known_nodes/i;
/** OrderedReady starts pod 1 when pod 0 is ready, and pod 0 is ready when there is a cluster, which needs pod 1. */
const redisDeadlock = {
    id: 'redis-deadlock',
    severity: 'error',
    requirement: 'horizontal-scaling',
    profile: 'recommended',
    remediation: 'Set podManagementPolicy: Parallel, or let readiness ask for PING alone.',
    peers: [],
    visits: 'set',
    check({ graph }) {
        return redisClusters(graph).flatMap(({ workload, container }) => {
            const probe = JSON.stringify(container.value['readinessProbe'] ?? null);
            const policy = (0,json/* dig */.rO)(workload.manifest.value, 'spec', 'podManagementPolicy') ?? 'OrderedReady';
            if (workload.kind !== 'StatefulSet' || policy !== 'OrderedReady' || !asksForCluster.test(probe))
                return [];
            return [
                {
                    on: workload.manifest,
                    path: ['spec', 'podManagementPolicy'],
                    message: 'readiness asks for the state of the cluster while pods are started one after another: pod 0 is never ready and pod 1 never starts',
                    hops: [(0,lint_rule/* hop */.KM)(workload.manifest, [...container.path, 'readinessProbe'], 'the readiness probe')],
                },
            ];
        });
    },
};

;// CONCATENATED MODULE: ./lib/stages/lint/rules/redis-exposed.js




const redisExposed = {
    id: 'redis-exposed',
    severity: 'error',
    requirement: 'exposure',
    profile: 'recommended',
    remediation: 'Keep Redis behind a ClusterIP or headless Service.',
    peers: [],
    visits: 'set',
    *check({ graph }) {
        const servers = redisServers(graph).map(({ workload }) => workload);
        if (servers.length === 0)
            return;
        for (const { by, manifest, path, workload, podPort } of waysIn(graph, [], { among: setOf(graph, servers) })) {
            if (by === 'hostNetwork' || by === 'hostPort')
                continue;
            const { kind, name, podPath } = workload;
            const port = podPort === undefined ? '' : `, port ${podPort}`;
            yield {
                on: manifest,
                path,
                message: `${by} leads from outside to Redis ${name}${port}`,
                hops: [(0,lint_rule/* hop */.KM)(workload.manifest, [...podPath, 'containers'], `${kind} ${name}`)],
            };
        }
    },
};

;// CONCATENATED MODULE: ./lib/stages/lint/rules/redis-headless.js



const redisHeadless = {
    id: 'redis-headless',
    severity: 'warning',
    requirement: 'routing',
    profile: 'recommended',
    remediation: 'Give the StatefulSet a headless Service (clusterIP: None) in spec.serviceName.',
    peers: [],
    visits: 'set',
    check({ graph }) {
        return redisClusters(graph).flatMap(({ workload }) => {
            if (workload.kind !== 'StatefulSet') {
                const message = `a Redis Cluster as a ${workload.kind}: its nodes have no names and no disks that stay theirs`;
                return [{ on: workload.manifest, path: ['kind'], message, remediation: 'Make it a StatefulSet.' }];
            }
            const name = (0,json/* asString */.oJ)((0,json/* dig */.rO)(workload.manifest.value, 'spec', 'serviceName'));
            const service = name === undefined ? undefined : graph.service(workload.namespace, name);
            if (name !== undefined && (!service || service.headless))
                return [];
            const path = ['spec', 'serviceName'];
            const why = service ? `Service ${name} is not headless` : 'spec.serviceName is not set';
            const hops = service ? [(0,lint_rule/* hop */.KM)(service.manifest, ['spec'], `Service ${name}`)] : [];
            return [
                {
                    on: workload.manifest,
                    path,
                    message: `${why}: the nodes have no names of their own, and a client may reach any of them`,
                    hops,
                },
            ];
        });
    },
};

;// CONCATENATED MODULE: ./lib/stages/lint/rules/redis-hpa.js


/** A pod that an HPA adds owns no slots, and one that it takes away takes its slots with it. */
const redisHpa = {
    id: 'redis-hpa',
    severity: 'error',
    requirement: 'autoscaling',
    profile: 'recommended',
    remediation: 'Take the HPA away, and change the number of shards by resharding.',
    peers: [],
    visits: 'set',
    check({ graph }) {
        return redisClusters(graph).flatMap(({ workload }) => graph.scalersOf(workload).map((scaler) => ({
            on: scaler.manifest,
            path: ['spec', 'scaleTargetRef'],
            message: `it scales Redis Cluster ${workload.name}: new pods own no slots, and pods that go take their slots with them`,
            hops: [(0,lint_rule/* hop */.KM)(workload.manifest, ['spec', 'replicas'], `StatefulSet ${workload.name}`)],
        })));
    },
};

;// CONCATENATED MODULE: ./lib/stages/lint/rules/redis-memory.js




/** What a fork for a snapshot or a new replica needs beside the data, by experience. */
const share = 0.75;
function redis_memory_findingOf(server) {
    const { container, workload } = server;
    const path = [...container.path, 'resources', 'limits', 'memory'];
    const limit = quantity((0,json/* dig */.rO)(container.value, 'resources', 'limits', 'memory'));
    const setting = settingOf(server, 'maxmemory');
    const most = setting && redisBytes(setting.value);
    if (limit === undefined || server.layers.length === 0)
        return undefined;
    if (!setting || most === undefined || most === 0) {
        const message = 'a memory limit and no maxmemory: Redis grows until the kernel kills it';
        return {
            on: workload.manifest,
            path,
            message,
            remediation: `Set maxmemory to ${Math.floor((limit * share) / 2 ** 20)}mb or less.`,
        };
    }
    if (most <= limit * share)
        return undefined;
    return {
        on: setting.on,
        path: setting.path,
        ...(setting.textLine ? { textLine: setting.textLine } : {}),
        message: `maxmemory ${setting.value} is ${Math.round((most / limit) * 100)} % of the memory limit: a snapshot or a full sync gets it killed`,
        hops: [(0,lint_rule/* hop */.KM)(workload.manifest, path, 'the memory limit')],
    };
}
const redisMemory = {
    id: 'redis-memory',
    severity: 'warning',
    requirement: 'containers',
    profile: 'recommended',
    remediation: 'Set maxmemory to three quarters of the memory limit or less.',
    peers: [],
    visits: 'set',
    check: ({ graph }) => redisServers(graph).flatMap((server) => redis_memory_findingOf(server) ?? []),
};

;// CONCATENATED MODULE: ./lib/stages/lint/rules/redis-not-ready-addresses.js



/** Nodes must find each other before they are ready: they are ready only when they have found each other. */
const redisNotReadyAddresses = {
    id: 'redis-not-ready-addresses',
    severity: 'warning',
    requirement: 'routing',
    profile: 'recommended',
    remediation: 'Set publishNotReadyAddresses: true on the headless Service.',
    peers: [],
    visits: 'set',
    check({ graph }) {
        return redisClusters(graph).flatMap(({ workload }) => {
            const name = (0,json/* asString */.oJ)((0,json/* dig */.rO)(workload.manifest.value, 'spec', 'serviceName')) ?? '';
            const service = graph.service(workload.namespace, name);
            if (!service?.headless || (0,json/* dig */.rO)(service.manifest.value, 'spec', 'publishNotReadyAddresses') === true)
                return [];
            return [
                {
                    on: service.manifest,
                    path: ['spec', 'publishNotReadyAddresses'],
                    message: 'nodes have no name in DNS until they are ready, so a restarted node is not found by the others',
                    hops: [(0,lint_rule/* hop */.KM)(workload.manifest, ['spec', 'serviceName'], `StatefulSet ${workload.name} is named by it`)],
                },
            ];
        });
    },
};

;// CONCATENATED MODULE: ./lib/stages/lint/rules/redis-persistence.js



function mountOf({ container }, folder) {
    const mounts = (0,json/* asList */.DD)(container.value['volumeMounts']).map((one) => {
        return { name: (0,json/* asString */.oJ)((0,json/* dig */.rO)(one, 'name')) ?? '', at: (0,json/* asString */.oJ)((0,json/* dig */.rO)(one, 'mountPath')) ?? '' };
    });
    return mounts
        .filter(({ at }) => folder === at || folder.startsWith(at.endsWith('/') ? at : `${at}/`))
        .toSorted((a, b) => b.at.length - a.at.length)
        .at(0);
}
function redis_persistence_findingOf(server) {
    const { workload, container } = server;
    const file = settingOf(server, 'cluster-config-file')?.value ?? 'nodes.conf';
    // The images of Redis and Valkey work in /data.
    const folder = file.startsWith('/')
        ? file.slice(0, file.lastIndexOf('/')) || '/'
        : (settingOf(server, 'dir')?.value ?? '/data');
    const mount = mountOf(server, folder);
    const claims = (0,json/* asList */.DD)((0,json/* dig */.rO)(workload.manifest.value, 'spec', 'volumeClaimTemplates'));
    if (mount && claims.some((claim) => (0,json/* dig */.rO)(claim, 'metadata', 'name') === mount.name))
        return undefined;
    const volumes = (0,json/* asList */.DD)(workload.pod['volumes']);
    const index = volumes.findIndex((volume) => (0,json/* dig */.rO)(volume, 'name') === mount?.name);
    const readOnly = (0,json/* dig */.rO)(volumes[index], 'configMap') !== undefined || (0,json/* dig */.rO)(volumes[index], 'secret') !== undefined;
    if ((0,json/* dig */.rO)(volumes[index], 'persistentVolumeClaim') !== undefined)
        return undefined;
    const where = mount ? `${folder} on volume ${mount.name}` : `${folder} in the container's own file system`;
    return {
        on: workload.manifest,
        path: [...container.path, 'volumeMounts'],
        severity: readOnly ? 'error' : 'warning',
        message: readOnly
            ? `${file} is written to ${where}, which is read-only: the node does not start`
            : `${file} is kept in ${where}: a pod that is made anew forgets its slots and its data`,
        hops: index < 0 ? [] : [(0,lint_rule/* hop */.KM)(workload.manifest, [...workload.podPath, 'volumes', index], `volume ${mount?.name}`)],
    };
}
const redisPersistence = {
    id: 'redis-persistence',
    severity: 'warning',
    requirement: 'containers',
    profile: 'recommended',
    remediation: 'Mount a claim of volumeClaimTemplates where nodes.conf and the data are.',
    peers: [],
    visits: 'set',
    check: ({ graph }) => redisClusters(graph).flatMap((server) => redis_persistence_findingOf(server) ?? []),
};

;// CONCATENATED MODULE: ./lib/stages/lint/rules/redis-size.js




/** The Job (or whatever) that calls `redis-cli --cluster create`, and the replicas that it asks for. */
const bootstraps = remembered((graph) => {
    const found = new Map();
    for (const { containers, namespace } of graph.workloads) {
        for (const container of found.has(namespace) ? [] : containers) {
            const text = [...(0,json/* asList */.DD)(container.value['command']), ...(0,json/* asList */.DD)(container.value['args'])]
                .map((one) => (0,json/* asString */.oJ)(one) ?? '')
                .join(' ');
            const replicas = /--cluster-replicas[\s=]+(\d+)/.exec(text)?.[1];
            if (replicas === undefined)
                continue;
            found.set(namespace, { container, replicasPerShard: Number(replicas) });
            break;
        }
    }
    return found;
});
function redis_size_findingOf({ workload }, { graph }) {
    const nodes = workload.replicas ?? 1;
    if (workload.kind !== 'StatefulSet')
        return undefined;
    const bootstrap = bootstraps(graph).get(workload.namespace);
    const each = 1 + (bootstrap?.replicasPerShard ?? 0);
    const shards = nodes / each;
    if (shards >= 3 && Number.isInteger(shards))
        return undefined;
    const asked = bootstrap ? ` for shards of 1 + ${each - 1}` : '';
    const why = shards < 3 ? 'a Redis Cluster needs 3 shards or more' : `${nodes} is no multiple of ${each}`;
    return {
        on: workload.manifest,
        path: ['spec', 'replicas'],
        message: `${nodes} nodes${asked}: ${why}, and \`redis-cli --cluster create\` refuses`,
        remediation: `Set replicas to ${Math.max(3, Math.ceil(shards))} \u00d7 ${each} = ${Math.max(3, Math.ceil(shards)) * each}.`,
        hops: bootstrap
            ? [(0,lint_rule/* hop */.KM)(bootstrap.container.workload.manifest, bootstrap.container.path, 'creates the cluster')]
            : [],
    };
}
const redisSize = {
    id: 'redis-size',
    severity: 'error',
    requirement: 'horizontal-scaling',
    profile: 'recommended',
    remediation: 'Set replicas to shards \u00d7 (1 + replicas per shard), with 3 shards or more.',
    peers: [],
    visits: 'set',
    check: (lint) => redisClusters(lint.graph).flatMap((server) => redis_size_findingOf(server, lint) ?? []),
};

;// CONCATENATED MODULE: ./lib/stages/lint/rules/redis-spread.js




function redis_spread_findingsOf({ workload }, { graph }) {
    const { pod, podPath, manifest } = workload;
    const spread = (0,json/* asList */.DD)(pod['topologySpreadConstraints']).length > 0 || (0,json/* dig */.rO)(pod, 'affinity', 'podAntiAffinity') !== undefined;
    const budget = firstBudgetOf(graph, workload);
    const allowed = budget && allowedDisruptions(budget, workload.replicas ?? 1);
    const findings = [];
    if (!spread) {
        findings.push({
            on: manifest,
            path: podPath,
            message: 'nothing keeps a primary and its replicas on different nodes: one node may take a whole shard with it',
        });
    }
    if (!budget) {
        findings.push({
            on: manifest,
            path: ['spec', 'replicas'],
            message: 'no PodDisruptionBudget: a drain may take a whole shard at once',
            severity: 'note',
        });
    }
    else if (allowed !== undefined && allowed > 1) {
        const message = `it lets ${allowed} nodes of Redis Cluster ${workload.name} go at once: they may be one whole shard`;
        findings.push({
            on: budget.manifest,
            path: ['spec'],
            message,
            hops: [(0,lint_rule/* hop */.KM)(manifest, ['spec', 'replicas'], 'the nodes')],
        });
    }
    return findings;
}
const redisSpread = {
    id: 'redis-spread',
    severity: 'warning',
    requirement: 'horizontal-scaling',
    profile: 'recommended',
    remediation: 'Add a topologySpreadConstraint over kubernetes.io/hostname, and a PodDisruptionBudget with maxUnavailable: 1.',
    peers: ['kube-score/statefulset-has-host-podantiaffinity', 'kube-score/statefulset-has-poddisruptionbudget'],
    visits: 'set',
    check: (lint) => redisClusters(lint.graph).flatMap((server) => redis_spread_findingsOf(server, lint)),
};

;// CONCATENATED MODULE: ./lib/stages/lint/catalog/redis.js













const redisRules = [
    redisAnnounce,
    redisAuth,
    redisBusBlocked,
    redisClient,
    redisDeadlock,
    redisExposed,
    redisHeadless,
    redisHpa,
    redisMemory,
    redisNotReadyAddresses,
    redisPersistence,
    redisSize,
    redisSpread,
];

;// CONCATENATED MODULE: ./lib/stages/lint/rules/probe-port-missing.js




const probes = ['readinessProbe', 'livenessProbe', 'startupProbe'];
const actions = ['httpGet', 'tcpSocket'];
/** A named probe port is looked up in its own container (`pkg/probe`, `ResolveContainerPort`). */
const probePortMissing = {
    id: 'probe-port-missing',
    severity: 'error',
    requirement: 'containers',
    profile: 'recommended',
    remediation: 'Probe a port that the container declares.',
    peers: ['kube-linter/liveness-port', 'kube-linter/readiness-port', 'kube-linter/startup-port'],
    visits: 'container',
    check(container) {
        const { value, path, workload } = container;
        if (!probes.some((probe) => (0,json/* asObject */.eB)(value[probe])))
            return undefined;
        const names = portsOf(container).flatMap(({ name }) => name ?? []);
        return probes.flatMap((probe) => actions.flatMap((action) => {
            const port = (0,json/* asString */.oJ)((0,json/* dig */.rO)(value[probe], action, 'port'));
            if (port === undefined || names.includes(port) || /^\d+$/.test(port))
                return [];
            const hint = (0,nearness/* didYouMean */.au)(port, names) || (names.length > 0 ? `; it has ${(0,lint_rule/* listed */.KE)(names)}` : '; it has no named port');
            const message = `${probe} asks container ${container.name} at port ${port}, which it does not declare${hint}: it always fails`;
            return [{ on: workload.manifest, path: [...path, probe, action, 'port'], message }];
        }));
    },
};

;// CONCATENATED MODULE: ./lib/stages/lint/rules/probe-port-undeclared.js



const probe_port_undeclared_probes = ['readinessProbe', 'livenessProbe', 'startupProbe'];
const probePortUndeclared = {
    id: 'probe-port-undeclared',
    severity: 'note',
    requirement: 'containers',
    profile: 'recommended',
    remediation: 'Declare the port that the probe asks, or probe a declared one.',
    peers: ['kube-linter/liveness-port', 'kube-linter/readiness-port', 'kube-linter/startup-port'],
    visits: 'container',
    check(container) {
        const ports = portsOf(container).map(({ port }) => port);
        if (ports.length === 0)
            return undefined;
        return probe_port_undeclared_probes.flatMap((probe) => ['httpGet', 'tcpSocket', 'grpc'].flatMap((action) => {
            const port = (0,json/* asNumber */.i)((0,json/* dig */.rO)(container.value[probe], action, 'port'));
            if (port === undefined || ports.includes(port))
                return [];
            const message = `${probe} asks container ${container.name} at port ${port}; it declares ${(0,lint_rule/* listed */.KE)(ports.map(String))}`;
            return [{ on: container.workload.manifest, path: [...container.path, probe, action, 'port'], message }];
        }));
    },
};

;// CONCATENATED MODULE: ./lib/stages/lint/rules/route-duplicate.js




function route_duplicate_rulesOf(manifest, ingressClass) {
    return (0,json/* asList */.DD)((0,json/* dig */.rO)(manifest.value, 'spec', 'rules')).flatMap((rule, index) => (0,json/* asList */.DD)((0,json/* dig */.rO)(rule, 'http', 'paths')).map((one, number) => {
        const said = `${(0,json/* asString */.oJ)((0,json/* dig */.rO)(rule, 'host')) ?? '*'}${(0,json/* asString */.oJ)((0,json/* dig */.rO)(one, 'path')) ?? '/'}`;
        const type = (0,json/* asString */.oJ)((0,json/* dig */.rO)(one, 'pathType')) ?? '';
        return {
            manifest,
            path: ['spec', 'rules', index, 'http', 'paths', number, 'path'],
            said: `${ingressClass} ${type} ${said}`,
        };
    }));
}
/** Controllers keep one of two rules for the same host and path; which one depends on their age. */
const routeDuplicate = {
    id: 'route-duplicate',
    severity: 'warning',
    requirement: 'routing',
    profile: 'recommended',
    remediation: 'Keep one rule for each host and path.',
    peers: ['kyverno/unique-ingress-paths'],
    visits: 'set',
    check(lint) {
        const { graph } = lint;
        const seen = new Map();
        const canary = (manifest) => (0,json/* dig */.rO)(manifest.value, 'metadata', 'annotations', 'nginx.ingress.kubernetes.io/canary');
        const classes = new Map(graph.backends
            .filter(({ manifest }) => (0,graph_kind/* kindOf */.I)(manifest.apiVersion, manifest.kind) === 'Ingress')
            .map((backend) => [backend.manifest, classesOf(graph, backend).join()]));
        const ingresses = graph.ofKind('Ingress').filter((manifest) => canary(manifest) === undefined);
        return ingresses
            .flatMap((manifest) => route_duplicate_rulesOf(manifest, classes.get(manifest) ?? ''))
            .flatMap((rule) => {
            const first = seen.get(rule.said);
            if (!first) {
                seen.set(rule.said, rule);
                return [];
            }
            const what = rule.said.split(' ').at(-1);
            const message = `${what} is already routed by ${(0,lint_rule/* nameOf */.Vb)(first.manifest, lint)}`;
            return [
                { on: rule.manifest, path: rule.path, message, hops: [(0,lint_rule/* hop */.KM)(first.manifest, first.path, 'the first rule')] },
            ];
        });
    },
};

;// CONCATENATED MODULE: ./lib/stages/lint/rules/route-gateway-missing.js




const listenersOf = remembered(({ value }) => {
    return new nearness/* Names */.fS((0,json/* asList */.DD)((0,json/* dig */.rO)(value, 'spec', 'listeners')).flatMap((one) => (0,json/* asString */.oJ)((0,json/* dig */.rO)(one, 'name')) ?? []));
});
const routeGatewayMissing = {
    id: 'route-gateway-missing',
    severity: 'error',
    requirement: 'routing',
    profile: 'recommended',
    remediation: 'Name a Gateway and one of its listeners.',
    peers: [],
    visits: 'object',
    kinds: ['HTTPRoute', 'GRPCRoute', 'TCPRoute', 'TLSRoute'],
    check(manifest, lint) {
        const { graph } = lint;
        return (0,json/* asList */.DD)((0,json/* dig */.rO)(manifest.value, 'spec', 'parentRefs')).flatMap((parent, index) => {
            const name = (0,json/* asString */.oJ)((0,json/* dig */.rO)(parent, 'name'));
            if (name === undefined || ((0,json/* dig */.rO)(parent, 'kind') ?? 'Gateway') !== 'Gateway')
                return [];
            const namespace = (0,json/* asString */.oJ)((0,json/* dig */.rO)(parent, 'namespace')) ?? graph.namespaceOf(manifest);
            const path = ['spec', 'parentRefs', index];
            const gateway = graph.find('Gateway', namespace, name);
            if (!gateway) {
                if ((0,lint_rule/* isExternal */.ge)(lint, 'Gateway', namespace, name))
                    return [];
                const hint = (0,nearness/* didYouMean */.au)(name, graph.namesOf('Gateway', namespace));
                const severity = hint === '' ? 'note' : (0,lint_rule/* missingSeverity */.wt)(lint, true);
                return [
                    {
                        on: manifest,
                        path: [...path, 'name'],
                        severity,
                        message: `its Gateway ${namespace}/${name} is not there${hint}`,
                    },
                ];
            }
            const section = (0,json/* asString */.oJ)((0,json/* dig */.rO)(parent, 'sectionName'));
            const names = listenersOf(gateway);
            if (section === undefined || names.has(section))
                return [];
            return [
                {
                    on: manifest,
                    path: [...path, 'sectionName'],
                    message: `Gateway ${name} has no listener ${section}${(0,nearness/* didYouMean */.au)(section, names)}; it has ${(0,lint_rule/* listed */.KE)(names.list)}`,
                    hops: [(0,lint_rule/* hop */.KM)(gateway, ['spec', 'listeners'], `listeners of Gateway ${name}`)],
                },
            ];
        });
    },
};

;// CONCATENATED MODULE: ./lib/stages/lint/rules/route-grant-missing.js




/** What grants open, by their namespace and by kind and namespace of who may come in. */
const grants = remembered((graph) => {
    const openedBy = new Map();
    for (const grant of graph.ofKind('ReferenceGrant')) {
        const to = (0,json/* asList */.DD)((0,json/* dig */.rO)(grant.value, 'spec', 'to')).filter((one) => (0,json/* dig */.rO)(one, 'kind') === 'Service');
        const opened = new Set(to.map((one) => (0,json/* dig */.rO)(one, 'name')));
        for (const one of (0,json/* asList */.DD)((0,json/* dig */.rO)(grant.value, 'spec', 'from'))) {
            const key = `${graph.namespaceOf(grant)}\n${(0,json/* asString */.oJ)((0,json/* dig */.rO)(one, 'kind'))}\n${(0,json/* asString */.oJ)((0,json/* dig */.rO)(one, 'namespace'))}`;
            openedBy.set(key, (openedBy.get(key) ?? new Set()).add(opened));
        }
    }
    return openedBy;
});
function route_grant_missing_granted({ namespace, serviceNamespace, service, manifest }, { graph }) {
    const opened = grants(graph).get(`${serviceNamespace}\n${manifest.kind}\n${namespace}`) ?? [];
    for (const names of opened)
        if (names.has(undefined) || names.has(service))
            return true;
    return false;
}
/** Gateway API lets a route leave its namespace only where the other namespace grants it. */
const routeGrantMissing = {
    id: 'route-grant-missing',
    severity: 'error',
    requirement: 'routing',
    profile: 'recommended',
    remediation: 'Add a ReferenceGrant to the namespace of the Service, or route to a Service of the own namespace.',
    peers: [],
    visits: 'set',
    check(lint) {
        return lint.graph.backends
            .filter((backend) => backend.namespace !== backend.serviceNamespace && !route_grant_missing_granted(backend, lint))
            .map((backend) => ({
            on: backend.manifest,
            path: [...backend.servicePath.slice(0, -1), 'namespace'],
            message: `${describeBackend(backend)} leads into namespace ${backend.serviceNamespace}, which has no ReferenceGrant ` +
                `for ${backend.manifest.kind} of ${backend.namespace}`,
            severity: (0,lint_rule/* missingSeverity */.wt)(lint, true),
        }));
    },
};

;// CONCATENATED MODULE: ./lib/stages/lint/rules/route-headless-missing.js



/** Without its headless Service the pods of a StatefulSet have no names of their own in DNS. */
const routeHeadlessMissing = {
    id: 'route-headless-missing',
    severity: 'error',
    requirement: 'routing',
    profile: 'recommended',
    remediation: 'Add a Service with clusterIP: None under the name in spec.serviceName.',
    peers: ['kube-score/statefulset-has-servicename'],
    visits: 'object',
    kinds: ['StatefulSet'],
    check(manifest, lint) {
        const { graph } = lint;
        const name = (0,json/* asString */.oJ)((0,json/* dig */.rO)(manifest.value, 'spec', 'serviceName'));
        const namespace = graph.namespaceOf(manifest);
        if (name === undefined || name === '' || (0,lint_rule/* isExternal */.ge)(lint, 'Service', namespace, name))
            return undefined;
        const service = graph.service(namespace, name);
        const path = ['spec', 'serviceName'];
        if (!service) {
            const hint = (0,nearness/* didYouMean */.au)(name, graph.namesOf('Service', namespace));
            const severity = (0,lint_rule/* missingSeverity */.wt)(lint, true, 'warning');
            return {
                on: manifest,
                path,
                severity,
                message: `its Service ${name} is not there${hint}: its pods get no names in DNS`,
            };
        }
        if (service.headless)
            return undefined;
        const message = `its Service ${name} is not headless: its pods get no names in DNS`;
        return {
            on: manifest,
            path,
            severity: 'warning',
            message,
            hops: [(0,lint_rule/* hop */.KM)(service.manifest, ['spec', 'clusterIP'], `Service ${name}`)],
        };
    },
};

;// CONCATENATED MODULE: ./lib/stages/lint/rules/route-mixed-pods.js





/** Labels by which two workloads of one Service are told to be meant so. */
const trackLabels = [
    'track',
    'version',
    'app.kubernetes.io/version',
    'rollout',
    'color',
    'slot',
    'role',
    'shard',
];
const marked = remembered((graph) => trackLabels.map((label) => [label, graph.pods.where(({ labels }) => labels.has(label))]));
/** Those of the pods that serve, and are marked by no label that the selector leaves out. */
function unmarked(graph, { matchLabels }, pods) {
    const left = servingPods(graph).copy();
    if (pods)
        left.and(pods);
    for (const [label, having] of marked(graph))
        if (!matchLabels.has(label))
            left.without(having);
    return left;
}
const routeMixedPods = {
    id: 'route-mixed-pods',
    severity: 'warning',
    requirement: 'routing',
    profile: 'recommended',
    remediation: 'Select by a label that one workload alone has; mark a canary with a label `track` or `version`.',
    peers: [],
    visits: 'object',
    kinds: ['Service'],
    check(manifest, { graph }) {
        const service = serviceOf(manifest, graph.namespaceOf(manifest));
        if (!service.selector)
            return undefined;
        const pods = unmarked(graph, service.selector, podsOf(graph, service)?.bits);
        const workloads = firstOf(graph, pods, lint_rule/* mostNamed */.xT);
        const [first, second] = workloads;
        if (!first || !second || first.name === second.name || pods.copy().without(barePods(graph)).isEmpty)
            return undefined;
        const count = workloads.length < lint_rule/* mostNamed */.xT ? workloads.length : pods.size;
        return {
            on: manifest,
            path: ['spec', 'selector'],
            message: `it spreads requests over ${count} workloads: ${(0,lint_rule/* listed */.KE)(workloads.map(({ kind, name }) => `${kind} ${name}`), count)}`,
            hops: (0,lint_rule/* fewHops */.HH)(workloads, (one) => (0,lint_rule/* hop */.KM)(one.manifest, [...one.templatePath, 'metadata', 'labels'], `${one.kind} ${one.name}`)),
        };
    },
};

;// CONCATENATED MODULE: ./lib/stages/lint/rules/route-network-policy.js



function route_network_policy_findingOf({ by, workload, manifest, path, port, podPort, service }, { graph }) {
    const name = typeof port?.targetPort === 'string' ? port.targetPort : undefined;
    const asked = { number: podPort, name, protocol: port?.protocol ?? 'TCP' };
    const { allowed, policies } = admits(graph, workload, 'ingress', 'elsewhere', asked);
    const [policy] = policies;
    if (allowed || !policy || by === 'hostNetwork' || by === 'hostPort')
        return undefined;
    const inside = admits(graph, workload, 'ingress', { namespace: workload.namespace, labels: workload.labels }, asked);
    return {
        on: manifest,
        path,
        severity: inside.allowed ? 'warning' : 'error',
        message: `${by} leads to ${workload.kind} ${workload.name} port ${podPort ?? name}, which NetworkPolicy ${policy.name} ` +
            'opens to no other namespace',
        hops: [
            ...(service
                ? [(0,lint_rule/* hop */.KM)(service.manifest, ['spec', 'selector'], `Service ${service.name} selects ${workload.name}`)]
                : []),
            ...policies.map((one) => (0,lint_rule/* hop */.KM)(one, ['spec', 'ingress'], `NetworkPolicy ${one.name} isolates ${workload.name}`)),
        ],
    };
}
const routeNetworkPolicy = {
    id: 'route-network-policy',
    severity: 'error',
    requirement: 'routing',
    profile: 'recommended',
    remediation: 'Let the namespace of the ingress controller in: a `from` with a namespaceSelector, for this port.',
    peers: [],
    visits: 'set',
    *check(lint) {
        const { graph } = lint;
        if (graph.ofKind('NetworkPolicy').length === 0)
            return;
        const among = graph.pods.where((workload) => isIsolated(graph, workload, 'ingress'));
        for (const way of waysIn(graph, [], { among })) {
            const found = route_network_policy_findingOf(way, lint);
            if (found)
                yield found;
        }
    },
};

;// CONCATENATED MODULE: ./lib/stages/lint/rules/route-no-pods.js







/** Pods whose labels have all keys of a selector and, where it has several, one of its pairs; the first with most of them. */
function nearestPods({ pods }, namespace, wanted) {
    const [label = '', ...others] = wanted.keys();
    const having = pods.holding(namespace, label);
    if (others.length === 0)
        return pods.items[having[0] ?? -1];
    const likely = BitSet.of(pods.items.length, having);
    for (const other of others)
        likely.and(BitSet.of(pods.items.length, pods.holding(namespace, other)));
    const counts = new Uint32Array(pods.items.length);
    let [best, most] = [-1, 0];
    for (const pair of wanted) {
        const alike = pods.chosen(namespace, { matchLabels: new Map([pair]), requirements: [] });
        if (alike.isEmpty)
            continue;
        alike.bits
            .copy()
            .and(likely)
            .find((number) => {
            const count = (counts[number] ?? 0) + 1;
            counts[number] = count;
            if (count > most || (count === most && number < best))
                [best, most] = [number, count];
            return false;
        });
    }
    return pods.items[best];
}
const nearestKnown = remembered((_) => new Map());
/** Looked for once, however many Services select the same and miss. */
function nearestTo(graph, namespace, wanted) {
    const key = JSON.stringify([namespace, ...wanted]);
    const known = nearestKnown(graph);
    const found = known.get(key) ?? { workload: nearestPods(graph, namespace, wanted) };
    known.set(key, found);
    return found.workload;
}
/** The pods that share most labels with the selector: mostly a typing mistake away. */
function almost({ namespace, selector }, { graph }) {
    const wanted = selector?.matchLabels ?? new Map();
    const workload = nearestTo(graph, namespace, wanted);
    if (!workload)
        return undefined;
    const { labels } = workload;
    const differing = [...wanted].filter(([key, value]) => labels.get(key) !== value);
    const close = differing.length < wanted.size ||
        differing.every(([key, value]) => (0,nearness/* nearest */.pA)(value, [labels.get(key) ?? '']) !== undefined);
    return { workload, differing, close };
}
const routeNoPods = {
    id: 'route-no-pods',
    severity: 'error',
    requirement: 'routing',
    profile: 'recommended',
    remediation: 'Make the selector of the Service equal to labels of the pod template.',
    peers: [
        'kube-linter/dangling-service',
        'kube-score/service-targets-pod',
        'kics/service_does_not_target_pod',
        'popeye/POP-1100',
    ],
    visits: 'object',
    kinds: ['Service'],
    check(manifest, lint) {
        const service = serviceOf(manifest, lint.graph.namespaceOf(manifest));
        if (hasOwnEndpoints(service) || !service.selector)
            return undefined;
        if (podsOf(lint.graph, service)?.isEmpty !== true)
            return undefined;
        const near = almost(service, lint);
        const hint = near
            ? `; ${near.workload.kind} ${near.workload.name} has ${near.differing.map(([key]) => `${key}=${near.workload.labels.get(key)}`).join(',')}`
            : '';
        return {
            on: manifest,
            path: ['spec', 'selector'],
            message: `its selector ${(0,graph_selector/* describeSelector */.r5)(service.selector)} matches no pod of namespace ${service.namespace}${hint}`,
            severity: (0,lint_rule/* missingUnlessMade */.Q$)(lint, service.namespace, near?.close === true),
            hops: near
                ? [
                    (0,lint_rule/* hop */.KM)(near.workload.manifest, [...near.workload.templatePath, 'metadata', 'labels'], 'labels of the nearest pods'),
                ]
                : [],
        };
    },
};

;// CONCATENATED MODULE: ./lib/stages/lint/rules/route-port-missing.js





const portNames = remembered(({ ports }) => new nearness/* Names */.fS(ports.flatMap(({ name }) => name ?? [])));
function describePorts({ ports }) {
    return (0,lint_rule/* listed */.KE)(ports.map(({ name, port }) => (name === undefined ? `${port}` : `${name}:${port}`))) || 'none';
}
/** A port is asked for by name or by number; an unnamed port is no answer to a number that is not there. */
const routePortMissing = {
    id: 'route-port-missing',
    severity: 'error',
    requirement: 'routing',
    profile: 'recommended',
    remediation: 'Name a port of the Service, by its number or by its name.',
    peers: ['kube-score/ingress-targets-service', 'popeye/POP-1402'],
    visits: 'set',
    check({ graph }) {
        return graph.backends.flatMap((backend) => {
            const service = graph.service(backend.serviceNamespace, backend.service);
            const { port } = backend;
            if (!service ||
                port === undefined ||
                port === 'use-annotation' ||
                service.type === 'ExternalName' ||
                findPort(service, port))
                return [];
            const hint = typeof port === 'string' ? (0,nearness/* didYouMean */.au)(port, portNames(service)) : '';
            return {
                on: backend.manifest,
                path: backend.portPath,
                message: `${describeBackend(backend)} asks Service ${service.name} for port ${port}${hint}; it has ${describePorts(service)}`,
                hops: [(0,lint_rule/* hop */.KM)(service.manifest, ['spec', 'ports'], `ports of Service ${service.name}`)],
            };
        });
    },
};

;// CONCATENATED MODULE: ./lib/stages/lint/rules/route-service-missing.js



function route_service_missing_elsewhere({ service, serviceNamespace }, { graph }) {
    const other = graph.named('Service', service);
    if (other)
        return { hint: `; there is one in namespace ${graph.namespaceOf(other)}`, sure: true };
    return { hint: (0,nearness/* didYouMean */.au)(service, graph.namesOf('Service', serviceNamespace)), sure: false };
}
const routeServiceMissing = {
    id: 'route-service-missing',
    severity: 'error',
    requirement: 'routing',
    profile: 'recommended',
    remediation: 'Name a Service of the same namespace, or add it to the manifests.',
    peers: ['kube-linter/dangling-ingress', 'kube-score/ingress-targets-service', 'popeye/POP-1401'],
    visits: 'set',
    check(lint) {
        return lint.graph.backends.flatMap((backend) => {
            const { manifest, servicePath, service, serviceNamespace } = backend;
            if (lint.graph.service(serviceNamespace, service) || backend.port === 'use-annotation')
                return [];
            if ((0,lint_rule/* isExternal */.ge)(lint, 'Service', serviceNamespace, service))
                return [];
            const { hint, sure } = route_service_missing_elsewhere(backend, lint);
            return {
                on: manifest,
                path: servicePath,
                message: `${describeBackend(backend)} leads to Service ${serviceNamespace}/${service}, which is not there${hint}`,
                severity: sure
                    ? 'error'
                    : (0,lint_rule/* missingUnlessMade */.Q$)(lint, serviceNamespace, lint.graph.namesOf('Service', serviceNamespace).list.length > 0),
            };
        });
    },
};

;// CONCATENATED MODULE: ./lib/stages/lint/rules/route-target-port.js





function describe(workload) {
    const ports = podPorts(workload).map(({ name, port, protocol }) => `${name ?? ''}${name ? ':' : ''}${port}/${protocol}`);
    return (0,lint_rule/* listed */.KE)(ports) || 'none';
}
const route_target_port_keyOf = (protocol, port) => `${protocol} ${typeof port} ${port}`;
const declaredPorts = remembered((graph) => {
    const byPort = new Map();
    for (const [number, workload] of graph.pods.items.entries()) {
        const keys = podPorts(workload).flatMap(({ protocol, name, port }) => [name, port].flatMap((one) => (one === undefined ? [] : route_target_port_keyOf(protocol, one))));
        for (const key of new Set(keys)) {
            const list = byPort.get(key);
            if (list)
                list.push(number);
            else
                byPort.set(key, [number]);
        }
    }
    return { byPort, any: graph.pods.where((workload) => podPorts(workload).length > 0) };
});
/** Those of the selected workloads that do not declare the port. A number is reached whether it is declared or not; where nothing is declared there is nothing to compare with. */
function lacking(graph, { targetPort, protocol }, selected) {
    if (targetPort === undefined)
        return undefined;
    const { byPort, any } = declaredPorts(graph);
    const left = selected.copy();
    for (const number of byPort.get(route_target_port_keyOf(protocol, targetPort)) ?? [])
        left.delete(number);
    return typeof targetPort === 'string' ? left : left.and(any);
}
const route_target_port_portNames = remembered((workload) => new nearness/* Names */.fS(podPorts(workload).flatMap(({ name }) => name ?? [])));
function route_target_port_findingOf(service, port, workload) {
    const { targetPort, protocol } = port;
    const named = typeof targetPort === 'string';
    const hint = named ? (0,nearness/* didYouMean */.au)(targetPort, route_target_port_portNames(workload)) : '';
    return {
        on: service.manifest,
        path: [...port.path, 'targetPort'],
        severity: named ? 'error' : 'warning',
        message: `targetPort ${targetPort}/${protocol} is no port of ${workload.kind} ${workload.name}${hint}, which has ${describe(workload)}` +
            (named ? ': the port gets no endpoint' : ''),
        hops: [
            (0,lint_rule/* hop */.KM)(service.manifest, ['spec', 'selector'], `Service ${service.name} selects ${workload.kind} ${workload.name}`),
            (0,lint_rule/* hop */.KM)(workload.manifest, [...workload.podPath, 'containers'], 'the containers and their ports'),
        ],
    };
}
/** A named target port is looked up in each pod of the Service (`pkg/api/v1/pod`, `FindPort`). */
const routeTargetPort = {
    id: 'route-target-port',
    severity: 'error',
    requirement: 'routing',
    profile: 'recommended',
    remediation: 'Let targetPort name a port that the containers declare.',
    peers: ['kics/service_does_not_target_pod', 'popeye/POP-1106'],
    visits: 'object',
    kinds: ['Service'],
    *check(manifest, { graph }) {
        const service = serviceOf(manifest, graph.namespaceOf(manifest));
        const selected = podsOf(graph, service);
        if (!selected || selected.isEmpty)
            return;
        for (const port of service.ports) {
            for (const number of lacking(graph, port, selected.bits)?.numbers() ?? [])
                yield route_target_port_findingOf(service, port, graph.pods.items[number]);
        }
    },
};

;// CONCATENATED MODULE: ./lib/stages/lint/rules/route-tls-host.js

function covers(patterns, host) {
    const dot = host.indexOf('.');
    return patterns.has(host) || (dot >= 0 && patterns.has(`*${host.slice(dot)}`));
}
const routeTlsHost = {
    id: 'route-tls-host',
    severity: 'warning',
    requirement: 'exposure',
    profile: 'recommended',
    remediation: 'List the host under spec.tls.',
    peers: ['polaris/tlsSettingsMissing', 'kyverno/ingress-host-match-tls'],
    visits: 'object',
    kinds: ['Ingress'],
    check(manifest) {
        const tls = (0,json/* asList */.DD)((0,json/* dig */.rO)(manifest.value, 'spec', 'tls'));
        const covered = new Set(tls.flatMap((one) => (0,json/* asList */.DD)((0,json/* dig */.rO)(one, 'hosts')).flatMap((host) => (0,json/* asString */.oJ)(host) ?? [])));
        if (tls.some((one) => (0,json/* asList */.DD)((0,json/* dig */.rO)(one, 'hosts')).length === 0))
            return undefined;
        return (0,json/* asList */.DD)((0,json/* dig */.rO)(manifest.value, 'spec', 'rules')).flatMap((rule, index) => {
            const host = (0,json/* asString */.oJ)((0,json/* dig */.rO)(rule, 'host'));
            if (host === undefined || covers(covered, host))
                return [];
            const path = ['spec', 'rules', index, 'host'];
            return [{ on: manifest, path, message: `host ${host} is in no entry of spec.tls: it is served in the clear` }];
        });
    },
};

;// CONCATENATED MODULE: ./lib/stages/lint/catalog/routes.js













const routesRules = [
    probePortMissing,
    probePortUndeclared,
    routeDuplicate,
    routeGatewayMissing,
    routeGrantMissing,
    routeHeadlessMissing,
    routeMixedPods,
    routeNetworkPolicy,
    routeNoPods,
    routePortMissing,
    routeServiceMissing,
    routeTargetPort,
    routeTlsHost,
];

;// CONCATENATED MODULE: ./lib/stages/lint/catalog.js











/** Every rule there is, in the order of the docs. */
const ruleCatalog = [
    ...hpaRules,
    ...routesRules,
    ...exposureRules,
    ...networksRules,
    ...configurationRules,
    ...redisRules,
    ...disruptionRules,
    ...clusterRules,
    ...containersRules,
    ...accessRules,
    ...changesRules,
];

;// CONCATENATED MODULE: ./lib/stages/lint/custom.js



function pathOf(text) {
    if (text === undefined)
        return ['kind'];
    return text
        .split(/[.[\]]+/)
        .filter((step) => step !== '')
        .map((step) => (0,json/* asNumber */.i)(/^\d+$/.test(step) ? Number(step) : undefined) ?? (0,json/* asString */.oJ)(step) ?? '');
}
function broken(predicate, manifest, old, namespace) {
    try {
        const kept = predicate({ object: manifest.value, oldObject: old?.value ?? null, targetNamespace: namespace });
        return kept ? undefined : '';
    }
    catch (error) {
        // As a ValidatingAdmissionPolicy with failurePolicy Fail: what can not be told is not kept.
        return `; the expression could not be evaluated: ${error.message}`;
    }
}
function ruleOf(custom, predicate) {
    const { id, kinds, message, path } = custom;
    return {
        id,
        severity: custom.severity ?? 'error',
        requirement: custom.requirement ?? 'configuration',
        profile: 'recommended',
        remediation: custom.remediation ?? `Make it keep: ${custom.expression}`,
        peers: [],
        visits: 'object',
        kinds,
        check(manifest, { graph, base }) {
            const namespace = graph.namespaceOf(manifest);
            const old = base?.find((0,graph_kind/* kindOf */.I)(manifest.apiVersion, manifest.kind), namespace, manifest.name);
            const why = broken(predicate, manifest, old, namespace);
            return why === undefined ? undefined : { on: manifest, path: pathOf(path), message: message + why };
        },
    };
}
/** Compiles users' rules; every fault is told at once. */
function customRules(rules, language, taken) {
    const problems = [];
    const compiled = rules.flatMap((custom) => {
        if (taken.includes(custom.id))
            problems.push(`rule ${custom.id}: the name is taken by a built-in rule`);
        try {
            return [ruleOf(custom, language.compile(custom.expression))];
        }
        catch (error) {
            problems.push(`rule ${custom.id}: ${error.message}`);
            return [];
        }
    });
    if (problems.length > 0)
        throw (0,domain_error/* invalidInput */.aY)(problems, 'Mend the rules of your own in the config.');
    return compiled;
}

// EXTERNAL MODULE: ./lib/stages/lint/engine.js + 3 modules
var engine = __webpack_require__(6520);
// EXTERNAL MODULE: ./lib/domain/amount.js
var amount = __webpack_require__(7174);
// EXTERNAL MODULE: ./lib/domain/requirement.js
var requirement = __webpack_require__(811);
;// CONCATENATED MODULE: ./lib/stages/lint/evidence.js




function failureOf(diagnostic, at) {
    return {
        claim: `the manifests keep the rule ${diagnostic.rule}`,
        requirement: diagnostic.requirement,
        verdict: 'fail',
        object: diagnostic.object,
        observed: diagnostic.message,
        source: (0,domain_location/* describeLocation */.l)(diagnostic.at),
        at,
        remedy: diagnostic.remediation,
    };
}
/** For each requirement: its errors, or one pass that says how much was looked at. */
function evidenceOf(diagnostics, { rules, graph, at, failOn }) {
    const files = new Set(graph.manifests.map(({ file }) => file));
    const byRequirement = Map.groupBy(diagnostics, ({ requirement }) => requirement);
    return requirement/* requirements */.L.flatMap(({ id, title }) => {
        const own = byRequirement.get(id) ?? [];
        const errors = own.filter(({ severity }) => severity === 'error' || severity === failOn);
        if (errors.length > 0)
            return errors.map((error) => failureOf(error, at));
        const judged = rules.filter(({ requirement }) => requirement === id).length;
        if (judged === 0)
            return [];
        const warnings = own.filter(({ severity }) => severity === 'warning').length;
        return [
            {
                claim: `the manifests keep the rules for: ${title.toLowerCase()}`,
                requirement: id,
                verdict: 'pass',
                observed: `${(0,amount/* amount */.v)(judged, 'rule')} over ${(0,amount/* amount */.v)(graph.manifests.length, 'object')} in ${(0,amount/* amount */.v)(files.size, 'file')}: 0 errors, ${(0,amount/* amount */.v)(warnings, 'warning')}`,
                source: [...files].slice(0, 3).join(', ') + (files.size > 3 ? ` and ${files.size - 3} more` : ''),
                at,
            },
        ];
    });
}
/** What is no fault and yet has to be known: warnings by number, and services that nothing scales. */
function notesOf(diagnostics, graph, ignored) {
    const unscaled = graph.workloads.filter((workload) => servingKinds.includes(workload.kind) &&
        graph.serviceOf(workload) !== undefined &&
        graph.scalersOf(workload).length === 0);
    const warnings = diagnostics.filter(({ severity }) => severity === 'warning').length;
    const notes = unscaled.map(({ kind, namespace, name }) => ({
        kind: 'cannot-prove',
        text: `${kind} ${namespace}/${name} has no HorizontalPodAutoscaler: nothing scales it`,
    }));
    if (warnings > 0)
        notes.push({ kind: 'advice', text: `lint: ${(0,amount/* amount */.v)(warnings, 'warning')}, listed in the report` });
    if (ignored > 0)
        notes.push({
            kind: 'advice',
            text: `lint: ${(0,amount/* amount */.v)(ignored, 'finding is ignored, with a reason', 'findings are ignored, each with a reason')}`,
        });
    return notes;
}

;// CONCATENATED MODULE: ./lib/stages/lint/origin.js
function named(texts) {
    const count = new Map();
    return texts.map((text) => {
        const number = count.get(text.file) ?? 0;
        count.set(text.file, number + 1);
        return { ...text, name: number === 0 ? text.file : `${text.file}#${number}` };
    });
}
const bare = (line) => line.trim().replace(/^- /, '').trim();
/** The one line of the origin that says the same as the rendered line; undefined where there is none, or several. */
function sameLine(rendered, origin) {
    const wanted = bare(rendered);
    if (wanted === '')
        return undefined;
    const lines = origin.split('\n');
    const hits = lines.flatMap((line, index) => (bare(line) === wanted ? [index] : []));
    const [hit] = hits;
    if (hit === undefined || hits.length > 1)
        return undefined;
    return { line: hit + 1, column: (lines[hit] ?? '').indexOf(wanted) + 1 };
}
function placeIn({ text, origin }, at) {
    if (!origin)
        return at;
    const line = text.split('\n')[at.start.line - 1] ?? '';
    const same = sameLine(line, origin.text);
    const top = { line: 1, column: 1 };
    if (!same)
        return { file: origin.file, start: top, end: top };
    const shift = same.column - (line.indexOf(bare(line)) + 1);
    const width = at.start.line === at.end.line ? at.end.column - at.start.column : 0;
    const start = { line: same.line, column: Math.max(1, at.start.column + shift) };
    return { file: origin.file, start, end: { line: same.line, column: start.column + width } };
}
/** Findings of rendered texts, shown in the files that people edit. A change of rendered text mends nothing, so it is dropped. */
function toOrigins(diagnostics, texts) {
    const rendered = new Map(texts
        .filter(({ origin, rendered: made, name, file }) => made ?? origin ?? name !== file)
        .map((one) => [one.name, one]));
    if (rendered.size === 0)
        return diagnostics;
    const move = (at) => {
        const text = rendered.get(at.file);
        return text ? placeIn(text, { ...at, file: text.file }) : at;
    };
    return diagnostics.map((diagnostic) => {
        const { fix, ...rest } = diagnostic;
        const isRendered = rendered.has(diagnostic.at.file);
        return {
            ...rest,
            at: move(diagnostic.at),
            related: diagnostic.related.map((one) => ({ ...one, at: move(one.at) })),
            ...(fix && !isRendered ? { fix } : {}),
        };
    });
}

;// CONCATENATED MODULE: ./lib/stages/lint/policy/waiver.js
const day = /\s*\buntil\s+(\d{4}-\d{2}-\d{2})\s*$/;
/** `the old host is gone in March until 2027-03-31` as reason and day. */
function reasonOf(text) {
    const until = day.exec(text)?.[1];
    return { reason: text.replace(day, '').trim(), until };
}
/** Whether the day is over, in UTC. */
function isExpired({ until }, today) {
    return until !== undefined && until < today;
}

;// CONCATENATED MODULE: ./lib/stages/lint/policy/annotation.js


/** `scale-gate.io/ignore-RULE: reason until 2027-01-31`, on the object or on its pod template. */
const annotationPrefix = 'scale-gate.io/ignore-';
function waiversAt(manifest, path, object) {
    return [...(0,json/* asStrings */.P7)((0,json/* dig */.rO)(manifest.value, ...path))]
        .filter(([name]) => name.startsWith(annotationPrefix))
        .map(([name, text]) => ({
        rule: name.slice(annotationPrefix.length),
        ...reasonOf(text),
        from: 'annotation',
        at: manifest.locate([...path, name], 'key'),
        scope: { object },
    }));
}
function annotationWaivers(graph) {
    const objectOf = (manifest) => `${manifest.kind}/${graph.namespaceOf(manifest)}/${manifest.name}`;
    return [
        ...graph.manifests.flatMap((one) => waiversAt(one, ['metadata', 'annotations'], objectOf(one))),
        ...graph.workloads
            .filter(({ templatePath }) => templatePath.length > 0)
            .flatMap(({ manifest, templatePath }) => waiversAt(manifest, [...templatePath, 'metadata', 'annotations'], objectOf(manifest))),
    ];
}

// EXTERNAL MODULE: ./lib/stages/lint/policy/baseline.js
var baseline = __webpack_require__(9717);
;// CONCATENATED MODULE: ./lib/stages/lint/policy/comment.js

const comment_form = /(?:^|\s)#\s*scale-gate-ignore\s+([\w*-]+)\s*:?\s*(.*)$/;
const blank = /^\s*(?:#.*)?$/;
const separator = /^(?:---|\.\.\.)(?:\s|$)/;
/** Column of the first thing of a line; of what stands behind the dash for an item of a list that is one with it. */
function indent(line) {
    return line.length - line.trimStart().length;
}
/** The last line of what begins on a line: everything below it that is indented more; a separator never is. */
function endOf(lines, first) {
    const own = indent(lines[first] ?? '');
    let last = first;
    for (let index = first + 1; index < lines.length; index++) {
        const line = lines[index] ?? '';
        if (blank.test(line))
            continue;
        // The items of a list may stand at the column of their key.
        const item = indent(line) === own && /^\s*- /.test(line) && !/^\s*- /.test(lines[first] ?? '');
        if (indent(line) <= own && !item)
            break;
        last = index;
    }
    return last;
}
/** What comments reach, in one pass over the lines however many comments there are. */
class Reach {
    #lines;
    /** The first line of the document that a line is in, the next line that holds something, the last of the document. */
    #first = [];
    #next = [];
    #last = [];
    /** The first line of a document that holds something. */
    #head = [];
    #ends = new Map();
    constructor(lines) {
        this.#lines = lines;
        let first = 0;
        for (let at = 0; at < lines.length; at++) {
            if (separator.test(lines[at - 1] ?? ''))
                first = at;
            this.#first[at] = first;
            if (!blank.test(lines[at] ?? ''))
                this.#head[first] ??= at;
        }
        let [next, last] = [lines.length, lines.length - 1];
        for (let at = lines.length - 1; at >= 0; at--) {
            if (separator.test(lines[at + 1] ?? ''))
                last = at;
            this.#last[at] = last;
            if (!blank.test(lines[at] ?? ''))
                next = at;
            this.#next[at] = next;
        }
    }
    #endOf(line) {
        const known = this.#ends.get(line);
        if (known !== undefined)
            return known;
        const end = endOf(this.#lines, line);
        this.#ends.set(line, end);
        return end;
    }
    /** Beside a key, what the key holds; above one, the same; above the first key of a document, the document. */
    of(at) {
        if (!/^\s*#/.test(this.#lines[at] ?? ''))
            return [at, this.#endOf(at)];
        const [start, end] = [this.#first[at] ?? at, this.#last[at] ?? at];
        if ((this.#head[start] ?? at) >= at)
            return [start, end];
        const next = this.#next[at] ?? end + 1;
        return next > end ? [at, at] : [next, this.#endOf(next)];
    }
}
/** `# scale-gate-ignore RULE: reason until 2027-01-31`, on a line of its own or behind a key. */
function commentWaivers(file, text) {
    if (!text.includes('scale-gate-ignore'))
        return [];
    const lines = text.split(/\r?\n/);
    const reach = new Reach(lines);
    return lines.flatMap((line, index) => {
        const [, rule, rest = ''] = comment_form.exec(line) ?? [];
        if (rule === undefined)
            return [];
        const column = line.indexOf('#') + 1;
        const start = { line: index + 1, column };
        const [first, last] = reach.of(index);
        return [
            {
                rule,
                ...reasonOf(rest),
                from: 'comment',
                at: { file, start, end: { line: index + 1, column: line.length + 1 } },
                scope: { lines: { file, first: first + 1, last: last + 1 } },
            },
        ];
    });
}

;// CONCATENATED MODULE: ./lib/stages/lint/policy/container.js
function firstByObject({ workloads }) {
    const keyed = workloads.map((workload) => {
        const { manifest, namespace } = workload;
        return [`${manifest.kind}/${namespace}/${manifest.name}\n${manifest.file}`, workload];
    });
    return new Map(keyed.toReversed());
}
/** Finds the container whose lines hold a finding; looked up only for ignores that name one. */
function containerAt(graph) {
    let byObject;
    return ({ object, at }) => {
        byObject ??= firstByObject(graph);
        const workload = byObject.get(`${object}\n${at.file}`);
        return workload?.containers.find(({ path }) => {
            const { start, end } = workload.manifest.locate(path, 'value');
            return at.start.line >= start.line && at.start.line <= end.line;
        })?.name;
    };
}

;// CONCATENATED MODULE: ./lib/stages/lint/policy/selection.js


/** The rules of a profile, with those that the overrides switch on, without those that they switch off. */
function selection_rulesOf(catalog, { profile, overrides, locked }) {
    assertKnown(catalog, [...Object.keys(overrides), ...locked]);
    return catalog.filter((rule) => {
        if (locked.includes(rule.id))
            return true;
        const override = overrides[rule.id];
        if (override !== undefined)
            return override !== 'off';
        if (profile === 'schema')
            return false;
        return profile === 'production' || rule.profile !== 'production';
    });
}
function assertKnown(catalog, ids) {
    const known = catalog.map(({ id }) => id);
    const problems = ids
        .filter((id) => !known.includes(id))
        .map((id) => `there is no rule ${id}${(0,nearness/* didYouMean */.au)(id, known)}`);
    if (problems.length > 0)
        throw (0,domain_error/* invalidInput */.aY)(problems, 'docs/lint/rules has a page for each rule.');
}
/** The severities that the overrides give; a locked rule keeps its own. */
function overridden(diagnostics, overrides, locked) {
    return diagnostics.map((diagnostic) => {
        const override = locked.includes(diagnostic.rule) ? undefined : overrides[diagnostic.rule];
        return override === undefined || override === 'off' ? diagnostic : { ...diagnostic, severity: override };
    });
}

// EXTERNAL MODULE: ./lib/stages/lint/fingerprint.js
var fingerprint = __webpack_require__(5513);
;// CONCATENATED MODULE: ./lib/stages/lint/policy/reach.js
/** Waivers and findings are many where each of a thousand objects has some of both, so they are brought together by what they name. */
function reachOf(waivers, diagnostics, matches) {
    const book = new Book(waivers);
    const ofObject = Map.groupBy(diagnostics, ({ object }) => object);
    const ofFile = new Map([...Map.groupBy(diagnostics, ({ at }) => at.file)].map(([file, own]) => [file, new Lines(own)]));
    for (const waiver of waivers) {
        const { scope } = waiver;
        if ('lines' in scope)
            book.takeLines(waiver, ofFile.get(scope.lines.file));
        else
            for (const one of 'object' in scope ? (ofObject.get(scope.object) ?? []) : diagnostics)
                if (matches(waiver, one))
                    book.take(waiver, one);
    }
    return book;
}
/** Findings of a file by their lines, all and by rule. */
class Lines {
    #byRule;
    #all;
    constructor(diagnostics) {
        const sorted = diagnostics.toSorted((a, b) => a.at.start.line - b.at.start.line);
        this.#all = new Row(sorted);
        this.#byRule = new Map([...Map.groupBy(sorted, ({ rule }) => rule)].map(([rule, own]) => [rule, new Row(own)]));
    }
    of(rule) {
        return rule === '*' ? this.#all : this.#byRule.get(rule);
    }
}
/** Findings in the order of their lines. A finding that a waiver got is passed over by those that come later. */
class Row {
    #sorted;
    #next;
    constructor(sorted) {
        this.#sorted = sorted;
        this.#next = Int32Array.from({ length: sorted.length + 1 }, (_, index) => index);
    }
    /** The first place from a line on. */
    #from(line) {
        let [low, high] = [0, this.#sorted.length];
        while (low < high) {
            const middle = (low + high) >> 1;
            if ((this.#sorted[middle]?.at.start.line ?? 0) < line)
                low = middle + 1;
            else
                high = middle;
        }
        return low;
    }
    /** The next one that nobody got yet; the way there is made shorter. */
    #free(place) {
        let end = place;
        while ((this.#next[end] ?? end) !== end)
            end = this.#next[end] ?? end;
        for (let here = place; here !== end;) {
            const next = this.#next[here] ?? end;
            this.#next[here] = end;
            here = next;
        }
        return end;
    }
    /** Gives those of some lines that nobody got; says whether there are any on them at all. */
    take(first, last, give) {
        const [from, to] = [this.#from(first), this.#from(last + 1)];
        for (let place = this.#free(from); place < to; place = this.#free(place)) {
            const found = this.#sorted[place];
            if (found)
                give(found);
            this.#next[place] = place + 1;
        }
        return from < to;
    }
}
class Book {
    first = new Map();
    used = new Set();
    #order;
    constructor(waivers) {
        this.#order = new Map(waivers.map((waiver, order) => [waiver, order]));
    }
    take(waiver, diagnostic) {
        this.used.add(waiver);
        const before = this.first.get(diagnostic);
        const order = (one) => this.#order.get(one) ?? 0;
        if (before === undefined || order(waiver) < order(before))
            this.first.set(diagnostic, waiver);
    }
    takeLines(waiver, lines) {
        if (!('lines' in waiver.scope))
            return;
        const { first, last } = waiver.scope.lines;
        const any = lines?.of(waiver.rule)?.take(first, last, (diagnostic) => this.take(waiver, diagnostic));
        if (any)
            this.used.add(waiver);
    }
}

;// CONCATENATED MODULE: ./lib/stages/lint/policy/waiving.js




function configWaivers(ignores) {
    return ignores.map(({ rule, reason, until, ...match }) => {
        return { rule, reason, until, from: 'config', at: undefined, scope: { match } };
    });
}
function reaches(scope, diagnostic, { containerOf }) {
    const { at, object } = diagnostic;
    if ('lines' in scope) {
        const { file, first, last } = scope.lines;
        return at.file === file && at.start.line >= first && at.start.line <= last;
    }
    if ('object' in scope)
        return object === scope.object;
    const [kind, namespace, name] = object.split('/');
    const { match } = scope;
    return ((match.kind === undefined || match.kind === kind) &&
        (match.namespace === undefined || match.namespace === namespace) &&
        (match.name === undefined || match.name === name) &&
        (match.container === undefined || match.container === containerOf(diagnostic)) &&
        (match.file === undefined || at.file === match.file || at.file.endsWith(`/${match.file}`)));
}
function matches({ rule, scope }, diagnostic, rules) {
    return (rule === '*' || rule === diagnostic.rule) && reaches(scope, diagnostic, rules);
}
const waiving_top = { line: 1, column: 1 };
/** What is wrong with a waiver itself. */
function complaint(waiver, kind, severity, message, file) {
    const at = waiver.at ?? { file, start: waiving_top, end: waiving_top };
    return {
        rule: kind,
        severity,
        requirement: 'configuration',
        message: `ignore of ${waiver.rule} (${waiver.from}): ${message}`,
        remediation: kind === 'ignore-no-reason' ? 'Say why, behind the colon.' : 'Take the ignore away.',
        at,
        object: at.file,
        related: [],
        fingerprint: (0,fingerprint/* fingerprintOf */.a)(kind, waiver.rule, waiver.from, at.file, waiver.reason),
    };
}
function complaintsOf(waivers, used, rules) {
    const { locked, today, configFile } = rules;
    return waivers.flatMap((waiver) => {
        const say = (kind, severity, message) => [
            complaint(waiver, kind, severity, message, configFile),
        ];
        if (locked.includes(waiver.rule))
            return say('ignore-locked', 'error', 'the rule is locked, and can not be ignored');
        if (isExpired(waiver, today))
            return say('ignore-expired', 'warning', `it ended on ${waiver.until}`);
        if (waiver.reason === '')
            return say('ignore-no-reason', 'warning', 'it gives no reason, so it does not count');
        return used.has(waiver) ? [] : say('ignore-unused', 'warning', 'nothing is found here that it would ignore');
    });
}
/** Takes out what is ignored with a reason, and adds what is wrong with the ignores themselves. */
function waive(diagnostics, waivers, rules) {
    const valid = waivers.filter((waiver) => waiver.reason !== '' && !isExpired(waiver, rules.today));
    const open = diagnostics.filter(({ rule }) => rule !== engine/* unfinishedRule */.wO && !rules.locked.includes(rule));
    const { first, used } = reachOf(valid, valid.length === 0 ? [] : open, (waiver, one) => matches(waiver, one, rules));
    const ignored = [];
    const kept = diagnostics.filter((diagnostic) => {
        const waiver = first.get(diagnostic);
        if (waiver)
            ignored.push({ diagnostic, reason: waiver.reason });
        return waiver === undefined;
    });
    return { diagnostics: [...kept, ...complaintsOf(waivers, used, rules)], ignored };
}

;// CONCATENATED MODULE: ./lib/stages/lint/ranking.js
const order = { error: 0, warning: 1, note: 2 };
/** More than a file has lines; files times lines stay far below what a number holds exactly. */
const lines = 2 ** 24;
const files = 2 ** 20;
/** By severity, file and place; what is alike in all keeps its order. */
function ranked(diagnostics) {
    const names = [...new Set(diagnostics.map(({ at }) => at.file))].sort((a, b) => (a < b ? -1 : 1));
    const numbers = new Map(names.map((name, number) => [name, number]));
    const all = diagnostics.map((diagnostic) => {
        const { file, start } = diagnostic.at;
        const rank = (order[diagnostic.severity] * files + (numbers.get(file) ?? 0)) * lines + start.line;
        return { diagnostic, rank, column: start.column };
    });
    all.sort((a, b) => a.rank - b.rank || a.column - b.column);
    return all.map(({ diagnostic }) => diagnostic);
}

;// CONCATENATED MODULE: ./lib/stages/lint/variants.js
function variants_keyOf({ rule, severity, at, message }) {
    return [rule, severity, at.file, at.start.line, at.start.column, message].join('\n');
}
/** Findings by what they say and where, each as often as the variant has it: the second of two alike is another one. */
function variants_counted(diagnostics) {
    const found = new Map();
    const times = new Map();
    for (const diagnostic of diagnostics) {
        const key = variants_keyOf(diagnostic);
        const time = times.get(key) ?? 0;
        times.set(key, time + 1);
        found.set(`${key}\n${time}`, diagnostic);
    }
    return found;
}
/**
 * The findings of all variants, what several say alike said once; one that not all have names those that have it. An
 * ignore is unused only where no variant uses it.
 */
function mergeVariants(variants) {
    const [only] = variants;
    if (only !== undefined && variants.length === 1)
        return only.diagnostics;
    const merged = new Map();
    for (const { name, diagnostics } of variants) {
        for (const [key, diagnostic] of variants_counted(diagnostics)) {
            const known = merged.get(key);
            if (known === undefined)
                merged.set(key, { diagnostic, names: [name] });
            else
                known.names.push(name);
        }
    }
    return [...merged.values()].flatMap(({ diagnostic, names }) => {
        if (names.length === variants.length)
            return diagnostic;
        if (diagnostic.rule === 'ignore-unused')
            return [];
        return { ...diagnostic, message: `${diagnostic.message} (in ${names.join(', ')})` };
    });
}

;// CONCATENATED MODULE: ./lib/stages/lint/lint.js



















/** Rules of the reader after which there is no object to judge. */
const unreadable = ['yaml-syntax'];
/** Files for tools on this side of the API server: they are no objects of the cluster. */
const clientSide = /^(?:kind\.x-k8s\.io|kustomize\.config\.k8s\.io|skaffold|k3d\.io|kubeadm\.k8s\.io|ctlptl\.dev)\//;
function readAll(texts, { read, limit }, paths) {
    const results = texts.map(({ name, text }) => inTime(limit, { what: `reading ${name}`, characters: text.length }, () => read(name, text)));
    const diagnostics = results.flatMap((one) => one.diagnostics);
    const broken = diagnostics.filter(({ rule, severity }) => severity === 'error' && unreadable.includes(rule));
    if (broken.length > 0) {
        const problems = broken.map(({ at, message }) => `${(0,domain_location/* describeLocation */.l)(at)}: ${message}`);
        throw (0,domain_error/* invalidInput */.aY)(problems, 'Mend the YAML; nothing can be judged before it can be read.');
    }
    const manifests = results.flatMap((one) => one.manifests).filter(({ apiVersion }) => !clientSide.test(apiVersion));
    if (manifests.length > 0 || diagnostics.length > 0)
        return { manifests, diagnostics };
    throw new domain_error/* GateError */.ue('INPUT_INVALID', `no Kubernetes object in ${paths.join(', ')} (${texts.length} files read)`, {
        hint: 'Name the files or the folder that hold the manifests of the service.',
    });
}
function settingsOf(spec, whole) {
    const { external = [], exposure, cluster, loadSeconds, kubernetesVersions } = spec;
    return { whole, external, exposure, cluster, loadSeconds, kubernetesVersions };
}
/** One state of the service: as it is, or as it was. */
async function judgeState(paths, spec, state, values = []) {
    const { ports, rules, context, base } = state;
    const set = await ports.source.read(paths, { signal: context.signal, values });
    const texts = named(set.texts);
    const read = readAll(texts, ports, paths);
    const characters = texts.reduce((sum, { text }) => sum + text.length, 0);
    const what = `judging the objects of ${paths.join(', ')}`;
    const evaluate = await expressionsFor(read.manifests, state);
    const always = evaluate !== undefined || (spec.custom ?? []).length > 0;
    return inTime(ports.limit, { what, characters, always }, () => {
        const graph = graphOf(read.manifests, spec.namespace);
        const lint = { graph, settings: settingsOf(spec, set.whole), ...(base ? { base: base.lint.graph } : {}) };
        const validated = ports.validate?.(read.manifests, spec.kubernetesVersions, state.definitions, evaluate) ?? [];
        return { lint, texts, read, characters, diagnostics: [...read.diagnostics, ...validated, ...(0,engine/* judge */.S4)(lint, rules)] };
    });
}
/** The language of schemas' expressions, loaded where an object is of a kind whose definition has some. */
async function expressionsFor(manifests, { ports: { language }, definitions }) {
    const made = [...definitions, ...manifests].filter(({ kind }) => kind === 'CustomResourceDefinition');
    if (language === undefined || made.length === 0)
        return undefined;
    const kinds = new Set(made.filter(({ value }) => (0,expressions/* hasExpressions */.Yo)(value)).map(({ value }) => (0,json/* dig */.rO)(value, 'spec', 'names', 'kind')));
    return manifests.some(({ kind }) => kinds.has(kind)) ? (await language()).evaluate : undefined;
}
/** Definitions of custom resources that are given beside the input; what else lies there is passed over. */
async function definitionsOf({ definitions = [] }, { source, read }, { signal }) {
    if (definitions.length === 0)
        return [];
    const { texts } = await source.read(definitions, { signal });
    const found = texts
        .flatMap(({ file, text }) => read(file, text).manifests)
        .filter(({ kind }) => kind === 'CustomResourceDefinition');
    if (found.length > 0)
        return found;
    throw (0,domain_error/* invalidInput */.aY)([`no CustomResourceDefinition in ${definitions.join(', ')}`], 'Name the files or folders of `lint.definitions` that hold them.');
}
async function selectedRules(spec, { language }) {
    const own = spec.custom ?? [];
    const taken = ruleCatalog.map(({ id }) => id);
    if (own.length > 0 && !language)
        throw (0,domain_error/* invalidInput */.aY)(['rules of your own need a language, and none is wired'], 'Take them out.');
    const custom = own.length > 0 && language ? customRules(own, await language(), taken) : [];
    const { profile = 'recommended', rules: overrides = {}, locked = [] } = spec;
    return selection_rulesOf([...ruleCatalog, ...custom], { profile, overrides, locked });
}
function variantsOf({ paths, variants = [] }) {
    const [first = { name: '', paths, values: [] }, ...others] = variants;
    return [first, ...others];
}
/** Severities, the base and ignores, in this order: an ignore of a finding that the base has is no unused one. */
function applyPolicy(judged, base, spec, today) {
    const { locked = [], rules = {}, ignores = [] } = spec;
    const severe = overridden(judged.diagnostics, rules, locked);
    const known = [...(spec.known ?? []), ...(base?.diagnostics ?? []).map(({ fingerprint }) => fingerprint)];
    const fresh = known.length > 0 ? (0,baseline/* withoutKnown */.O)(severe, known) : severe;
    const waivers = [
        ...judged.texts.flatMap(({ name, text }) => commentWaivers(name, text)),
        ...annotationWaivers(judged.lint.graph),
        ...configWaivers(ignores),
    ];
    const waived = waive(fresh, waivers, {
        locked,
        today,
        configFile: spec.configFile ?? 'scale-gate.yml',
        containerOf: containerAt(judged.lint.graph),
    });
    return { ignored: waived.ignored, diagnostics: ranked(toOrigins(waived.diagnostics, judged.texts)) };
}
/** Judges manifests before there is a cluster: reading, schemas, the object graph and the rules over it. */
function lintStage(ports) {
    return {
        name: 'lint',
        plan: ({ paths, kubernetesVersions, base }) => [
            `read the manifests in ${paths.join(', ')}`,
            `judge them for Kubernetes ${kubernetesVersions.join(', ')} with ${ruleCatalog.length} rules`,
            ...(base ? [`leave out what ${base.paths.join(', ')} has too`] : []),
        ],
        async run(spec, context) {
            const rules = await selectedRules(spec, ports);
            const definitions = await definitionsOf(spec, ports, context);
            const state = { ports, rules, context, definitions };
            const base = spec.base && (await judgeState(spec.base.paths, spec, state));
            const at = new Date(ports.clock.now()).toISOString();
            const [first, ...others] = variantsOf(spec);
            const judge = async ({ name, paths, values }) => {
                const judged = await judgeState(paths, spec, { ...state, ...(base ? { base } : {}) }, values);
                const { characters } = judged;
                const policy = inTime(ports.limit, { what: `ignores of ${paths.join(', ')}`, characters }, () => applyPolicy(judged, base, spec, at.slice(0, 10)));
                return { name, judged, ...policy };
            };
            const deployed = await judge(first);
            const all = [deployed];
            for (const variant of others)
                all.push(await judge(variant));
            const diagnostics = others.length === 0 ? deployed.diagnostics : ranked(mergeVariants(all));
            const { judged, ignored } = deployed;
            const { graph } = judged.lint;
            return {
                evidence: evidenceOf(diagnostics, { rules, graph, at, failOn: spec.failOn ?? 'error' }),
                notes: notesOf(diagnostics, graph, ignored.length),
                output: { manifests: judged.read.manifests, diagnostics, graph, ignored },
            };
        },
    };
}


/***/ }),

/***/ 9717:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   O: () => (/* binding */ withoutKnown),
/* harmony export */   p: () => (/* binding */ fingerprintsIn)
/* harmony export */ });
/* harmony import */ var _engine_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(6520);

/**
 * Findings that the base has too: they are shown, and block nobody. Fingerprints count, so that three findings where the
 * base has two are one new one.
 */
function withoutKnown(diagnostics, known) {
    const left = new Map();
    for (const fingerprint of known)
        left.set(fingerprint, (left.get(fingerprint) ?? 0) + 1);
    return diagnostics.map((diagnostic) => {
        const count = left.get(diagnostic.fingerprint) ?? 0;
        // What was not looked for is not known, in the base neither.
        if (count === 0 || diagnostic.rule === _engine_js__WEBPACK_IMPORTED_MODULE_0__/* .unfinishedRule */ .wO)
            return diagnostic;
        left.set(diagnostic.fingerprint, count - 1);
        return diagnostic.severity === 'note'
            ? diagnostic
            : { ...diagnostic, severity: 'note', message: `${diagnostic.message} (known: the base has it too)` };
    });
}
/** The fingerprints in a report, a list of them, or whatever else names them as JSON. */
function fingerprintsIn(text) {
    return [...text.matchAll(/"([0-9a-f]{16,64})"/g)].map(([, fingerprint]) => fingerprint ?? '');
}


/***/ }),

/***/ 151:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   HH: () => (/* binding */ fewHops),
/* harmony export */   KE: () => (/* binding */ listed),
/* harmony export */   KM: () => (/* binding */ hop),
/* harmony export */   Q$: () => (/* binding */ missingUnlessMade),
/* harmony export */   Vb: () => (/* binding */ nameOf),
/* harmony export */   ge: () => (/* binding */ isExternal),
/* harmony export */   wt: () => (/* binding */ missingSeverity),
/* harmony export */   xT: () => (/* binding */ mostNamed)
/* harmony export */ });
/** Things that one finding names at most, and hops that it has. */
const mostNamed = 25;
/** `a, b, c`, and how many more there are. */
function listed(names, count = names.length) {
    const shown = names.slice(0, mostNamed).join(', ');
    return count > mostNamed ? `${shown} and ${count - mostNamed} more` : shown;
}
/** The first hops of many: who mends those knows what the rest is. */
function fewHops(of, hopTo) {
    return of.slice(0, mostNamed).map(hopTo);
}
const hop = (on, path, message) => ({ on, path, message });
/** `Deployment shop/web`, as every message names an object. */
function nameOf(manifest, { graph }) {
    return `${manifest.kind} ${graph.namespaceOf(manifest)}/${manifest.name}`;
}
/**
 * How bad a missing object is. In a part of the input it may simply be elsewhere: a note. In a whole it is sure where the
 * cluster is the gate's own, and holds nothing else, or where the input has others of its sort in that namespace.
 */
function missingSeverity({ settings }, others, severity = 'error') {
    if (!settings.whole)
        return 'note';
    return severity === 'error' && !others && !settings.cluster ? 'warning' : severity;
}
/** The same for what an operator makes by itself, where the namespace has something for an operator to act on. */
function missingUnlessMade(lint, namespace, others) {
    return lint.settings.whole && lint.graph.isOperated(namespace) ? 'warning' : missingSeverity(lint, others);
}
/** Whether the config says that an object lives outside the input. */
function isExternal({ settings }, kind, namespace, name) {
    return settings.external.some((one) => one.kind === kind && one.name === name && (one.namespace === undefined || one.namespace === namespace));
}


/***/ })

};
;