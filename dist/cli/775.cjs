"use strict";
exports.id = 775;
exports.ids = [775];
exports.modules = {

/***/ 811:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   L: () => (/* binding */ requirements)
/* harmony export */ });
/** The six things that the gate checks on every service, in the order in which reports print them. */
const requirements = [
    { id: 'containers', title: 'Containers' },
    { id: 'routing', title: 'Service discovery and request routing' },
    { id: 'horizontal-scaling', title: 'Horizontal scaling' },
    { id: 'autoscaling', title: 'Autoscaling' },
    { id: 'exposure', title: 'Externally and internally accessible resources kept apart' },
    { id: 'configuration', title: 'Configuration by environment, with sensitive data kept safe' },
];


/***/ }),

/***/ 5234:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   V: () => (/* binding */ verdictOf),
/* harmony export */   h: () => (/* binding */ stageNames)
/* harmony export */ });
/* harmony import */ var _verdict_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(5141);

/** The six stages, in the order of the pipeline. The same words name folders, pages, scopes, log groups and rows. */
const stageNames = ['lint', 'provision', 'deploy', 'redis', 'load', 'promote'];
/** The law of the worst, over evidence. No evidence is `inconclusive`. */
function verdictOf(evidence) {
    return (0,_verdict_js__WEBPACK_IMPORTED_MODULE_0__/* .worst */ .QZ)(evidence.map(({ verdict }) => verdict));
}


/***/ }),

/***/ 8775:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  T5: () => (/* binding */ doorOptions),
  b7: () => (/* binding */ optionNamed),
  sX: () => (/* binding */ optionTable),
  QN: () => (/* binding */ sectionNames)
});

;// CONCATENATED MODULE: ./lib/entry/inputs/option.js
function option_text(description, value) {
    return { kind: { type: 'text' }, description, default: value };
}
const pathKind = { type: 'text', names: 'path' };
function file(description, value) {
    return { kind: pathKind, description, default: value };
}
/** The same, of the machine. */
function machineFile(description) {
    return { kind: { type: 'text', names: 'machine-path' }, description, default: undefined };
}
function shaped(shape, description, value) {
    return { kind: { type: 'text', shape }, description, default: value };
}
function integer(range, description, value) {
    return { kind: { type: 'integer', ...range }, description, default: value };
}
function number(range, description, value) {
    return { kind: { type: 'number', ...range }, description, default: value };
}
function option_boolean(description, value) {
    return { kind: { type: 'boolean' }, description, default: value };
}
function duration(unit, description, value) {
    return { kind: { type: 'duration', unit }, description, default: value };
}
function choice(values, description, value) {
    return { kind: { type: 'choice', values }, description, default: value };
}
function list(of, description, value) {
    return { kind: { type: 'list', of }, description, default: value };
}
function map(of, description) {
    return { kind: { type: 'map', of }, description, default: {} };
}

// EXTERNAL MODULE: ./lib/stages/redis/behaviour-words.js
var behaviour_words = __webpack_require__(3152);
;// CONCATENATED MODULE: ./lib/entry/inputs/sections/shapes.js

const dnsLabel = {
    pattern: /^[a-z0-9]([-a-z0-9]{0,61}[a-z0-9])?$/,
    expected: 'at most 63 lower-case letters, digits and "-", with a letter or digit at both ends',
};
/** kind puts the name before `-control-plane`, and a host name ends at 63 characters. */
const clusterName = {
    pattern: /^[a-z0-9][-a-z0-9.]{0,48}$/,
    expected: 'at most 49 lower-case letters, digits, "-" and ".", beginning with a letter or digit',
};
const kubernetesVersion = {
    pattern: /^v?1\.\d{1,2}(\.\d{1,2})?$/,
    expected: 'a Kubernetes version such as 1.34 or 1.34.4',
};
const toolVersion = {
    pattern: /^v?\d+\.\d+\.\d+(-[\w.]+)?(@sha256:[0-9a-f]{64})?$/,
    expected: 'a version such as v0.33.0, or v0.33.0@sha256:<its digest>',
};
const mirrorOrigin = {
    pattern: /^https?:\/\/[^\s@?#]+$/,
    expected: 'an origin such as https://mirror.example.com, without a user or a query',
};
const quantity = {
    pattern: /^\d+(\.\d+)?(Ki|Mi|Gi|Ti|k|M|G|T)?$/,
    expected: 'a quantity such as 64Mi or 1Gi',
};
const behaviourNames = {
    pattern: behaviour_words/* behaviourWords */.H,
    expected: 'quick, full, none, or names of behaviours with commas between them',
};
const policyName = {
    pattern: /^(noeviction|(allkeys|volatile)-(lru|lfu|random)|volatile-ttl)$/,
    expected: 'a maxmemory-policy such as noeviction or volatile-ttl',
};
const jsonObject = { pattern: /^\s*\{[\s\S]*\}\s*$/, expected: 'a JSON object' };
/** What the load stage reads: `steady: p(95) < 500`. A percentile is above 0 and below 100. */
const condition = /(p\(\s*(?!0*(\.0*)?\s*\))\d{1,2}(\.\d+)?\s*\)|med|avg|min|max|error_rate|rps)\s*(<=|<|>=|>)\s*\d+(\.\d+)?/;
const threshold = {
    pattern: new RegExp(`^\\s*((scaling|steady)\\s*:\\s*)?${condition.source}\\s*$`),
    expected: 'a threshold such as p(95)<500 (milliseconds), error_rate<0.01 or steady: p(99)<800',
    pair: { keys: ['scaling', 'steady'], value: new RegExp(`^\\s*${condition.source}\\s*$`) },
};
const urlPath = { pattern: /^\/\S*$/, expected: 'a path that begins with "/"' };

;// CONCATENATED MODULE: ./lib/entry/inputs/sections/cluster.js


/** Options of `cluster:`, for the stage provision. */
const clusterOptions = {
    mode: choice(['kind', 'existing'], 'Make a kind cluster, or take an existing one; `existing` where a kubeconfig or context is given.', 'kind'),
    kubeconfig: machineFile('Kubeconfig of the existing cluster. Without it: KUBECONFIG.'),
    context: option_text('Context of the kubeconfig. Without it: its current one.'),
    ingress: option_text('Where the ingress of an existing cluster answers, such as http://127.0.0.1:8080.'),
    name: shaped(clusterName, 'Name of the kind cluster. Without it: derived from the run.'),
    nodes: integer({ min: 1, max: 5 }, 'Nodes of the kind cluster.', 1),
    nodeImage: option_text('Node image of kind. Without it: the newest kindest/node that the machine has, else the default of kind.'),
    kubernetesVersion: shaped(kubernetesVersion, 'Kubernetes version of the kind cluster, by name.'),
    hostPort: integer({ min: 1, max: 65535 }, 'Port of 127.0.0.1 that leads to the Ingress. Without it: a free one.'),
    images: list({ type: 'text' }, 'Images to load into the nodes. Without it: those of the manifests that the local Docker has.', []),
    keep: option_boolean('Leave the cluster standing after the run, and after the job, until `scale-gate cleanup RUN` deletes it; no later run does.', false),
    quickClocks: option_boolean('Shorten the clocks of metrics and autoscaler in the kind cluster; said as `modified-for-ci`.', true),
    strict: option_boolean('Change nothing to be quick in CI: no shortened clocks, no altered behaviour.', false),
    kindConfig: file('Configuration file of kind; the gate merges its own needs into it.'),
    timeoutSeconds: duration('seconds', 'Deadline for a cluster that is proven ready.', 300),
};

;// CONCATENATED MODULE: ./lib/entry/inputs/sections/deploy.js


const origin = {
    type: 'record',
    exactlyOne: true,
    fields: {
        env: { kind: { type: 'text' }, required: false, description: 'Environment variable that holds the value.' },
        file: { kind: pathKind, required: false, description: 'File that holds the value.' },
        generate: {
            kind: { type: 'integer', min: 8, max: 256 },
            required: false,
            description: 'Make a random value of so many characters.',
        },
    },
};
const secret = {
    type: 'record',
    fields: {
        name: { kind: { type: 'text' }, required: true, description: 'Name of the Secret.' },
        key: { kind: { type: 'text' }, required: true, description: 'Key in the Secret.' },
        from: { kind: origin, required: true, description: 'Where the value comes from.' },
    },
    short: { form: 'NAME/KEY=env:VARIABLE, NAME/KEY=file:PATH or NAME/KEY=generate:LENGTH', read: readSecret },
};
/** `session-shop/redis-password=env:REDIS_PASSWORD` */
function readSecret(line) {
    const [, name, key, from = '', value = ''] = /^([^/=\s]+)\/([^/=\s]+)=(env|file|generate):(.+)$/.exec(line) ?? [];
    if (name === undefined)
        return undefined;
    return { name, key, from: { [from]: from === 'generate' ? Number(value) : value } };
}
/** Options of `deploy:`. */
const deployOptions = {
    images: map({ type: 'text' }, 'Image references of the manifests to replace: the one written, the one to run.'),
    secrets: list(secret, 'Secrets to make, with the origin of each value.', []),
    host: option_text('Host of the external route. Without it: the one of the Ingress.'),
    path: shaped(urlPath, 'Path that has to answer from outside.', '/'),
    expectStatus: integer({ min: 100, max: 599 }, 'HTTP status that the external route has to answer with.', 200),
    internal: list({ type: 'text' }, 'Services that must not answer from outside.', []),
    timeoutSeconds: duration('seconds', 'Deadline for every rollout.', 180),
};

// EXTERNAL MODULE: ./lib/domain/stage.js
var stage = __webpack_require__(5234);
;// CONCATENATED MODULE: ./lib/entry/inputs/sections/gate.js



/** Options of the whole gate: top-level keys of scale-gate.yml. */
const gateOptions = {
    service: shaped(dnsLabel, 'Name of the service. Without it: the Deployment that an HPA scales, else the folder.'),
    manifests: list(pathKind, 'Manifest files and folders, relative to the folder. Without it: k8s/, manifests/, deploy/ or the YAML files of the folder.', []),
    namespace: shaped(dnsLabel, 'Namespace to deploy to. Without it: the one of the manifests, else the name of the service.'),
    environment: option_text('Environment that a promotion is for, as reports and deployment statuses name it.', 'preview'),
    stages: list({ type: 'choice', values: stage/* stageNames */.h }, 'Stages to run.', [...stage/* stageNames */.h]),
    timeoutSeconds: duration('seconds', 'Deadline of the whole run.', 1800),
};

// EXTERNAL MODULE: ./lib/domain/requirement.js
var requirement = __webpack_require__(811);
;// CONCATENATED MODULE: ./lib/entry/inputs/sections/lint.js



const day = { pattern: /^\d{4}-\d{2}-\d{2}$/, expected: 'a day such as 2027-01-31' };
const required = (description) => ({ kind: { type: 'text' }, required: true, description });
const optional = (description) => ({ kind: { type: 'text' }, required: false, description });
const ignore = {
    type: 'record',
    fields: {
        rule: required('Rule to ignore, or `*`.'),
        kind: optional('Kind of the object.'),
        namespace: optional('Namespace of the object.'),
        name: optional('Name of the object.'),
        container: optional('Container to which it is limited.'),
        file: optional('File to which it is limited.'),
        reason: required('Why; printed in the reports.'),
        until: { kind: { type: 'text', shape: day }, required: false, description: 'Last day on which it counts, in UTC.' },
    },
};
const severities = ['error', 'warning', 'note'];
const custom = {
    type: 'record',
    fields: {
        id: required('Id of the rule, in kebab-case.'),
        kinds: {
            kind: { type: 'list', of: { type: 'text' } },
            required: true,
            description: 'Kinds that it judges: `Deployment`, `Rollout.argoproj.io`, or `*`.',
        },
        expression: required('CEL that is true for an `object` that keeps the rule.'),
        message: required('What is wrong where it is not kept.'),
        remediation: optional('What to do.'),
        severity: {
            kind: { type: 'choice', values: severities },
            required: false,
            description: 'Severity of the finding.',
        },
        requirement: {
            kind: { type: 'choice', values: requirement/* requirements */.L.map(({ id }) => id) },
            required: false,
            description: 'Requirement under which reports show it.',
        },
        path: optional('Where the finding is shown: `spec.template.spec`.'),
    },
};
const external = {
    type: 'record',
    fields: {
        kind: required('Kind of the object.'),
        namespace: optional('Namespace of the object; any where it is not given.'),
        name: required('Name of the object.'),
    },
};
const labels = { type: 'list', of: { type: 'map', of: { type: 'text' } } };
const exposure = {
    type: 'record',
    fields: {
        internal: { kind: labels, required: false, description: 'Labels of pods that nothing outside may reach.' },
        external: { kind: labels, required: false, description: 'Labels of pods that must be reached from outside.' },
        otherwise: {
            kind: { type: 'choice', values: ['internal', 'external', 'any'] },
            required: false,
            description: 'For all other pods; `any` unless given.',
        },
        internalClasses: {
            kind: { type: 'list', of: { type: 'text' } },
            required: false,
            description: 'Ingress and Gateway classes that lead inside only.',
        },
    },
};
/** Options of `lint:`. */
const lintOptions = {
    kubernetesVersions: list({ type: 'text', shape: kubernetesVersion }, 'Kubernetes versions whose schemas judge. Without it: the one of the cluster, else the newest known.', []),
    profile: choice(['schema', 'recommended', 'production'], 'Schemas alone, the rules that a gate needs, or also what production asks for.', 'recommended'),
    rules: map({ type: 'choice', values: [...severities, 'off'] }, 'Severity of single rules; one that the profile leaves out is switched on by it. An error is a reject.'),
    ignore: list(ignore, 'Findings to ignore, each with its reason.', []),
    locked: list({ type: 'text' }, 'Rules that nothing may ignore or soften.', []),
    base: file('Folder of the service before the change, a checkout of the base commit: what it has already blocks nobody.'),
    definitions: list(pathKind, 'Files or folders of CustomResourceDefinitions; custom resources are judged by them, as by those in the manifests.', []),
    helmValues: map({ type: 'list', of: pathKind }, 'Sets of value files for Helm, by name. Each is rendered and judged; the first is the one that is deployed.'),
    overlays: list(pathKind, 'Kustomize overlays in place of `manifests`, each judged by itself; the first is the one that is deployed.', []),
    known: file('File that names findings by their fingerprints: a report of this tool in JSON or SARIF. They block nobody.'),
    failOn: choice(['error', 'warning'], 'Severity from which a finding is a reject.', 'error'),
    external: list(external, 'Objects that are not in the manifests and will be there.', []),
    exposure: {
        kind: exposure,
        description: 'What must be reached from outside, and what must not.',
        default: undefined,
    },
    custom: list(custom, 'Rules of your own, in CEL.', []),
};

;// CONCATENATED MODULE: ./lib/entry/inputs/sections/load.js


const methods = ['GET', 'HEAD', 'POST', 'PUT', 'PATCH', 'DELETE'];
const scenario = {
    type: 'record',
    fields: {
        name: { kind: { type: 'text' }, required: true, description: 'Name, as reports show it.' },
        path: { kind: { type: 'text', shape: urlPath }, required: true, description: 'Path with its query.' },
        method: { kind: { type: 'choice', values: methods }, required: false, description: 'HTTP method.' },
        headers: { kind: { type: 'map', of: { type: 'text' } }, required: false, description: 'Headers of each request.' },
        body: { kind: { type: 'text' }, required: false, description: 'Body of each request.' },
        weight: {
            kind: { type: 'number', min: 0.001, max: 1000 },
            required: false,
            description: 'Share of the arrivals, relative to the other scenarios.',
        },
    },
};
const anyRate = { min: 0.1, max: 100_000 };
/** Options of `load:`. */
const loadOptions = {
    path: shaped(urlPath, 'Path that is requested.', '/'),
    host: option_text('Host header of the requests. Without it: the one of the Ingress.'),
    method: choice(methods, 'HTTP method of the requests.', 'GET'),
    headers: map({ type: 'text' }, 'Headers of each request.'),
    body: option_text('Body of each request.'),
    scenarios: list(scenario, 'Several requests to mix, in place of path and method.', []),
    profile: choice(['prove', 'fixed', 'off'], 'Prove the autoscaling both ways, send a fixed rate, or send nothing.', 'prove'),
    from: integer({ min: 1, max: 1000 }, 'Replicas to begin with. Without it: the minimum of the HPA.'),
    to: integer({ min: 1, max: 1000 }, 'Replicas to reach. Without it: the maximum of the HPA.'),
    rate: number(anyRate, 'Arrivals a second. `fixed` needs it; without it `prove` finds it by calibration.'),
    rampSeconds: duration('seconds', 'Time in which the rate rises.', 15),
    durationSeconds: duration('seconds', 'Time at full rate in the profile `fixed`.', 60),
    thresholds: list({ type: 'text', shape: threshold }, 'What the measured load has to keep: `p(95)<500` is in milliseconds. `scaling:` or `steady:` in front limits it to the time in which replicas change, or do not.', ['error_rate<0.01', 'p(95)<500']),
    idleSeconds: duration('seconds', 'Idle control before the load, in which the autoscaler must not scale.', 15),
    maxRate: number(anyRate, 'Arrivals a second that calibration never exceeds. Without it: what the generator can do.'),
    baseline: file('Folder of the service before the change, a checkout of the base commit: a copy of its workload is loaded in turn with one of the new, at the same rate, and the new must not be slower.'),
    baselineImages: map({ type: 'text' }, 'Images of the baseline: the one written in its manifests, the one to run. Without `baseline` it has the manifests of the service.'),
    maxSlowdown: number({ min: 0.01, max: 10 }, "Share by which latency may be above the baseline's.", 0.1),
    engine: choice(['built-in', 'k6'], 'Generator of the load.', 'built-in'),
    k6Script: file('k6 script to run in place of the built-in profile.'),
    scaleDown: option_boolean('Wait until the autoscaler is back at where it began.', true),
    timeoutSeconds: duration('seconds', 'Deadline for idle control, load and cool-down together.', 600),
};

;// CONCATENATED MODULE: ./lib/entry/inputs/sections/promote.js

/** Options of `promote:`. */
const promoteOptions = {
    reports: list(pathKind, 'Files report.json of earlier jobs to decide over. Without it: what this run found out.', []),
    publishOnly: option_boolean('Publish the verdict of the reports as a comment, and judge nothing: for a run after the run of a fork.', false),
    allowModified: option_boolean('Promote although something was `modified-for-ci`; the report says what.', true),
    allowDirty: option_boolean('Promote a checkout whose files differ from its commit.', true),
    commentOnPr: option_boolean('Keep one comment on the pull request up to date.', false),
    checkRun: option_boolean('Publish a check run.', false),
    commitStatus: option_boolean('Publish a commit status.', false),
    deploymentStatus: option_boolean('Publish a deployment status for the environment.', false),
};

;// CONCATENATED MODULE: ./lib/entry/inputs/sections/redis.js


/** Options of `redis:`. */
const redisOptions = {
    mode: choice(['create', 'verify', 'off'], 'Create a Redis Cluster, verify the one of the manifests, or neither; `create` where the config has a redis section.', 'off'),
    shards: integer({ min: 3, max: 30 }, 'Shards, each with one primary.', 3),
    replicasPerShard: integer({ min: 0, max: 5 }, 'Replicas of each primary: 3 and 3 are 3 \u00d7 (1 + 3) = 12 nodes.', 3),
    image: option_text('Image of the Redis nodes.', 'redis:8'),
    name: shaped(dnsLabel, 'Name of StatefulSet and Service.', 'redis-cluster'),
    authSecret: shaped(dnsLabel, 'Secret with the password. Without it: one is made in `create`, and no password is used in `verify`.'),
    authKey: option_text('Key of the password in the Secret.', 'password'),
    storage: shaped(quantity, 'Size of the volume of each node.', '128Mi'),
    probeImage: option_text('Plain Node.js image of the probe in the cluster.', 'node:24-slim'),
    behaviour: shaped(behaviourNames, 'What is done to the cluster and measured: quick (redirects, sessions, a planned failover), full, none, or names with commas. Without it: quick in `create`, none in `verify`.'),
    clientOptions: shaped(jsonObject, "Options of your ioredis Cluster client as JSON, to measure what its users see; without them, ioredis' defaults."),
    maxmemoryPolicy: shaped(policyName, 'What happens when memory is full: noeviction in `create`. An evicting policy has to be declared here.'),
    requireFullCoverage: option_boolean('Whether a lost shard stops the others (cluster-require-full-coverage): set in `create`, expected in `verify`.', false),
    nodeTimeoutMs: duration('milliseconds', 'Node timeout (cluster-node-timeout) of a cluster that is created.', 5000),
    tlsSecret: shaped(dnsLabel, 'Secret with ca.crt, tls.crt and tls.key: nodes and probe speak TLS. Without it: no TLS is spoken.'),
    maxFailoverMs: duration('milliseconds', 'Longest time until a replica is promoted.', 30_000),
    maxPlannedFailoverMs: duration('milliseconds', 'The same, and for failing writes, when it is asked to.', 1000),
    maxLostAcks: integer({ min: 0, max: 1_000_000 }, 'Acknowledged writes that a failover may lose.', 0),
    maxLostWaitedAcks: integer({ min: 0, max: 1_000_000 }, 'The same, of writes with WAIT 1.', 0),
    maxPartitionLostAcks: integer({ min: 0, max: 1_000_000 }, 'The same, of plain writes while a primary is cut off or hangs; without it: reported, not judged.'),
    maxErrorWindowMs: duration('milliseconds', 'Longest time in which writes fail during a failover.', 30_000),
    maxCollateralMs: duration('milliseconds', 'Longest time without a write on shards that nothing was done to.', 2000),
    maxAgreeMs: duration('milliseconds', 'Longest time from the first command to agreement of all nodes.', 10_000),
    maxTtlDriftMs: duration('milliseconds', 'Most by which an expiry may differ from what was written.', 1500),
    timeoutSeconds: duration('seconds', 'Deadline for a cluster on which all nodes agree.', 300),
};

;// CONCATENATED MODULE: ./lib/entry/inputs/sections/reports.js

const reportFormats = ['json', 'html', 'summary', 'junit', 'sarif', 'comment', 'timeline'];
/** Options of `reports:`. */
const reportsOptions = {
    folder: file('Folder for the report files, relative to the folder of the run.', '.scale-gate/reports'),
    formats: list({ type: 'choice', values: reportFormats }, 'Reports to write.', [
        ...reportFormats,
    ]),
    annotations: option_boolean('Annotate files in a workflow, at most ten of each severity.', true),
    summary: option_boolean('Write the job summary of a workflow.', true),
};

;// CONCATENATED MODULE: ./lib/entry/inputs/sections/tools.js


/** Options of `tools:`, for `kind` and `kubectl` where the PATH has none, or another version is wanted. */
const toolsOptions = {
    folder: machineFile('Folder with `kind` and `kubectl`, for machines without the internet: nothing is downloaded. They are verified like a download.'),
    mirror: shaped(mirrorOrigin, 'Host with the same paths as the origins of kind and kubectl, to download them from.'),
    kind: shaped(toolVersion, 'Version of kind, instead of the one on the PATH. One that the gate does not know needs its digest.'),
    kubectl: shaped(toolVersion, 'Version of kubectl, instead of the one on the PATH. One that the gate does not know needs its digest.'),
};

;// CONCATENATED MODULE: ./lib/entry/inputs/table.js









/** Sections of scale-gate.yml, in the order in which docs show them; `''` holds the top-level keys. */
const sections = [
    { name: '', stage: 'gate', options: gateOptions },
    { name: 'lint', stage: 'lint', options: lintOptions },
    { name: 'tools', stage: 'provision', options: toolsOptions },
    { name: 'cluster', stage: 'provision', options: clusterOptions },
    { name: 'deploy', stage: 'deploy', options: deployOptions },
    { name: 'redis', stage: 'redis', options: redisOptions },
    { name: 'load', stage: 'load', options: loadOptions },
    { name: 'promote', stage: 'promote', options: promoteOptions },
    { name: 'reports', stage: 'gate', options: reportsOptions },
];
/** `timeoutSeconds` \u2192 `timeout`, `k6Script` \u2192 `k6-script`: the unit is in the value that people write. */
function optionKey(property, { kind }) {
    const bare = kind.type === 'duration' ? property.replace(/(Seconds|Ms)$/, '') : property;
    return bare.replace(/[A-Z]/g, (letter) => `-${letter.toLowerCase()}`);
}
const sectionNames = sections.map(({ name }) => name).filter((name) => name !== '');
/** The one table of options. */
const optionTable = sections.flatMap(({ name, stage, options }) => {
    const section = name === '' ? [] : [name];
    return Object.entries(options).map(([property, option]) => {
        const path = [...section, optionKey(property, option)];
        return { ...option, name: path.join('-'), stage, path, property: [...section, property] };
    });
});
const byName = new Map(optionTable.map((row) => [row.name, row]));
function optionNamed(name) {
    return byName.get(name);
}
/** What only a door needs, and no config can hold. */
const doorOptions = [
    { name: 'folder', description: 'Folder of the service.', default: '.' },
    { name: 'config', description: 'Configuration file. Without it: scale-gate.yml in the folder, where there is one.' },
    { name: 'stage', description: 'Run everything up to this stage. Without it: the stages of the option `stages`.' },
    {
        name: 'token',
        description: 'Token for comments, checks and statuses; it needs no permission for anything else.',
        // biome-ignore lint/suspicious/noTemplateCurlyInString: an expression of workflows
        default: '${{ github.token }}',
    },
];


/***/ }),

/***/ 3152:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   C: () => (/* binding */ parseBehaviours),
/* harmony export */   H: () => (/* binding */ behaviourWords)
/* harmony export */ });
/* harmony import */ var _domain_error_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(9342);
/* harmony import */ var _spec_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(7268);


/** `quick`, `full`, `none`, or names with commas between them. */
const behaviourWords = new RegExp(`^(quick|full|none|(${_spec_js__WEBPACK_IMPORTED_MODULE_1__/* .behaviours */ .x0.join('|')})(,(${_spec_js__WEBPACK_IMPORTED_MODULE_1__/* .behaviours */ .x0.join('|')}))*)$`);
/** What a user asks to be done to the cluster. Throws `INPUT_INVALID` for a word that names nothing. */
function parseBehaviours(text) {
    const words = text.replaceAll(/\s/g, '');
    if (words === 'quick')
        return _spec_js__WEBPACK_IMPORTED_MODULE_1__/* .defaultRedisSpec */ .Sn.behaviours;
    if (words === 'full')
        return _spec_js__WEBPACK_IMPORTED_MODULE_1__/* .behaviours */ .x0;
    if (words === 'none')
        return [];
    const asked = words.split(',');
    const unknown = asked.filter((word) => !_spec_js__WEBPACK_IMPORTED_MODULE_1__/* .behaviours */ .x0.includes(word));
    if (unknown.length === 0)
        return _spec_js__WEBPACK_IMPORTED_MODULE_1__/* .behaviours */ .x0.filter((one) => asked.includes(one));
    throw (0,_domain_error_js__WEBPACK_IMPORTED_MODULE_0__/* .invalidInput */ .aY)([`redis behaviour "${unknown.join(', ')}" is none`], `Write quick, full, none, or some of ${_spec_js__WEBPACK_IMPORTED_MODULE_1__/* .behaviours */ .x0.join(', ')}.`);
}


/***/ }),

/***/ 7268:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   Sn: () => (/* binding */ defaultRedisSpec),
/* harmony export */   dA: () => (/* binding */ topologyOf),
/* harmony export */   x0: () => (/* binding */ behaviours)
/* harmony export */ });
/* unused harmony export defaultRedisBudgets */
/** What may be done to the cluster, and is measured; docs/redis.md has a heading for each. */
const behaviours = [
    'redirects',
    'sessions',
    'planned-failover',
    'terminate',
    'kill',
    'hang',
    'partition',
    'restart-all',
    'scale',
];
const defaultRedisBudgets = {
    maxPlannedFailoverMs: 1000,
    maxFailoverMs: 30_000,
    maxLostAcks: 0,
    maxLostWaitedAcks: 0,
    maxPartitionLostAcks: undefined,
    maxErrorWindowMs: 30_000,
    maxCollateralMs: 2000,
    maxAgreeMs: 10_000,
    maxTtlDriftMs: 1500,
};
/** What a user who says nothing gets. */
const defaultRedisSpec = {
    mode: 'create',
    shards: 3,
    replicasPerShard: 3,
    namespace: 'default',
    name: 'redis',
    image: 'redis:8',
    probeImage: 'node:24-slim',
    auth: undefined,
    tls: undefined,
    storage: '1Gi',
    memory: '128Mi',
    maxmemory: '64mb',
    maxmemoryPolicy: 'noeviction',
    nodeTimeoutMs: 5000,
    requireFullCoverage: false,
    timeoutSeconds: 180,
    holdSeconds: 3,
    behaviours: ['redirects', 'sessions', 'planned-failover'],
    budgets: defaultRedisBudgets,
    rate: 100,
    writeTimeoutMs: 2000,
    appOptions: {},
};
function topologyOf({ shards, replicasPerShard }) {
    return { shards, replicasPerShard };
}


/***/ })

};
;