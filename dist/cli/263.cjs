"use strict";
exports.id = 263;
exports.ids = [263];
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

/***/ 9604:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

// ESM COMPAT FLAG
__webpack_require__.r(__webpack_exports__);

// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  testRunCommand: () => (/* binding */ testRunCommand)
});

// EXTERNAL MODULE: external "node:fs"
var external_node_fs_ = __webpack_require__(3024);
// EXTERNAL MODULE: external "node:path"
var external_node_path_ = __webpack_require__(6760);
;// CONCATENATED MODULE: ./lib/adapters/k6/test-run.js
/**
 * A TestRun of the k6 operator (k6.io/v1alpha1) and the ConfigMap with its script, as one List for `kubectl apply`: for load
 * that one machine cannot send. Each pod takes its share of the script's own schedule; `separate` keeps two of them off
 * one node.
 */
function testRun({ name, namespace, file, script, parallelism, env }) {
    const metadata = { name, namespace };
    const run = {
        apiVersion: 'k6.io/v1alpha1',
        kind: 'TestRun',
        metadata,
        spec: {
            parallelism,
            separate: parallelism > 1,
            cleanup: 'post',
            arguments: '--no-usage-report',
            script: { configMap: { name, file } },
            runner: {
                env: Object.entries(env).map(([key, value]) => ({ name: key, value })),
                securityContext: { runAsNonRoot: true, runAsUser: 12345 },
            },
        },
    };
    const configMap = { apiVersion: 'v1', kind: 'ConfigMap', metadata, data: { [file]: script } };
    return { apiVersion: 'v1', kind: 'List', items: [configMap, run] };
}

// EXTERNAL MODULE: ./lib/domain/error.js
var error = __webpack_require__(9342);
// EXTERNAL MODULE: ./lib/entry/config-file.js
var config_file = __webpack_require__(5827);
// EXTERNAL MODULE: ./lib/entry/inputs/parse.js + 9 modules
var parse = __webpack_require__(6292);
// EXTERNAL MODULE: ./lib/entry/named-paths.js
var named_paths = __webpack_require__(716);
// EXTERNAL MODULE: ./lib/entry/territories.js
var territories = __webpack_require__(5458);
;// CONCATENATED MODULE: ./lib/entry/cli/test-run.js








/** What a ConfigMap takes, in bytes, with room for its own fields. */
const largestScript = 1_000_000;
/** `scale-gate test-run FOLDER --base-url URL`: the user's k6 script as a TestRun of the k6 operator, for `kubectl apply -f -`. */
async function testRunCommand(asked) {
    const folder = asked.operands[0] ?? '.';
    const config = (0,config_file/* configFile */.Z)(folder, asked.config);
    const spec = (0,parse.parseOptions)({
        ...(config === undefined ? {} : { config }),
        given: asked.given,
        label: (name) => `--${name}`,
    });
    (0,named_paths/* boundaryOf */.iH)({ spec, folder, given: asked.given }, (0,territories/* shellTerritory */.bj)(folder));
    process.stdout.write(`${JSON.stringify(manifestOf(spec, folder, asked.own), null, 2)}\n`);
    return 0;
}
function manifestOf({ load, service, namespace }, folder, own) {
    const parallelism = Number(own['parallelism'] ?? 4);
    const file = load.k6Script === undefined ? undefined : external_node_path_.resolve(folder, load.k6Script);
    const script = file !== undefined && (0,external_node_fs_.existsSync)(file) ? (0,external_node_fs_.readFileSync)(file, 'utf8') : '';
    const problems = [
        ...(file === undefined
            ? ['load.k6-script is missing']
            : script === ''
                ? [`no such script, or an empty one: ${file}`]
                : []),
        ...(Buffer.byteLength(script) > largestScript ? [`${file} is larger than a ConfigMap takes`] : []),
        ...(Number.isInteger(parallelism) && parallelism > 0 ? [] : [`--parallelism is "${String(own['parallelism'])}"`]),
    ];
    if (problems.length > 0 || file === undefined) {
        throw (0,error/* invalidInput */.aY)(problems, 'Name a k6 script with load.k6-script, and a whole number of pods with --parallelism.');
    }
    const name = `${service ?? 'scale-gate'}-load`;
    const env = { BASE_URL: String(own['baseUrl']), ...(load.host === undefined ? {} : { HOST: load.host }) };
    return testRun({ name, namespace: namespace ?? 'default', file: external_node_path_.basename(file), script, parallelism, env });
}


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


/***/ })

};
;