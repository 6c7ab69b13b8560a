export const id = 909;
export const ids = [909];
export const modules = {

/***/ 9342:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   KW: () => (/* binding */ cancelled),
/* harmony export */   aY: () => (/* binding */ invalidInput),
/* harmony export */   fv: () => (/* binding */ errorCodes),
/* harmony export */   ue: () => (/* binding */ GateError)
/* harmony export */ });
/**
 * Machine-readable reasons for which the gate could not do its work; docs/errors.md has a heading for each.
 * `INPUT_INVALID` is the user's to mend (exit 64); every other code makes a run `inconclusive` (exit 2).
 */
const errorCodes = [
    'INPUT_INVALID',
    'ENGINE_MISSING',
    'TOOL_MISSING',
    'TOOL_UNTRUSTED',
    'COMMAND_FAILED',
    'JOURNAL_FAILED',
    'CLUSTER_EXISTS',
    'CLUSTER_NOT_READY',
    'PORT_TAKEN',
    'IMAGE_MISSING',
    'API_UNREACHABLE',
    'API_REFUSED',
    'ADDON_NOT_READY',
    'REDIS_UNREACHABLE',
    'LOAD_FAILED',
    'TIMED_OUT',
    'CANCELLED',
    'EVIDENCE_REFUSED',
    'PUBLISH_FAILED',
];
/**
 * The one error class of the project: the gate, or the world around it, could not do its work.
 * `message` says what happened, to which object, with the number; `hint` says what to do; `code` is for machines.
 * A bad workload is never thrown: it is evidence.
 */
class GateError extends Error {
    name = 'GateError';
    code;
    hint;
    facts;
    constructor(code, message, details) {
        super(message, details.cause === undefined ? undefined : { cause: details.cause });
        this.code = code;
        this.hint = details.hint;
        this.facts = details.facts ?? {};
    }
}
/** Several faults of one input, said at once, each with its place. */
function invalidInput(problems, hint) {
    const head = problems.length === 1 ? (problems[0] ?? '') : `${problems.length} problems:\n- ${problems.join('\n- ')}`;
    return new GateError('INPUT_INVALID', head, { hint });
}
function cancelled(what) {
    return new GateError('CANCELLED', `cancelled while ${what}`, { hint: 'Run the gate again; nothing was concluded.' });
}


/***/ }),

/***/ 8702:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   A_: () => (/* binding */ sanitisePhrase),
/* harmony export */   lg: () => (/* binding */ sanitiseLine),
/* harmony export */   tB: () => (/* binding */ sanitise)
/* harmony export */ });
/* unused harmony export defaultCaps */
const defaultCaps = { line: 8_192, total: 262_144 };
/** As the runner's `StreamReader.ReadLine` splits: a lone CR ends a line as well. */
const lineEnds = /\r\n|\n|\r/;
/** OSC, DCS, SOS, PM and APC strings with their content, CSI sequences, and any other escape; 7-bit and 8-bit forms. */
const escapes = /(?:\x1b[\]PX^_]|[\x9d\x90\x98\x9e\x9f])[^\x07\x1b\x9c]*(?:\x07|\x1b\\|\x9c)?|(?:\x1b\[|\x9b)[0-?]*[ -/]*[@-~]?|\x1b[ -/]*[0-~]?/g;
/**
 * What is not seen, or moves what is seen: controls but for the tab, bidi marks, zero widths, fillers, line ends of
 * Unicode. The runner compares by culture, and ICU overlooks exactly these: `:<zero width>:` is `::` to it.
 */
const invisibles = /[\0-\x08\x0a-\x1f\x7f-\x9f\u2028\u2029\p{Cf}\p{Default_Ignorable_Code_Point}]/gu;
/** Printable ASCII and tabs: nothing that is not seen. Nearly every line, told in one look. */
const visibleOnly = /^[\t -~]*$/;
/** The old form of a workflow command is heard anywhere in a line. */
const commandAnywhere = /##\[/g;
/** The new form is heard behind any blanks; more than .NET's `TrimStart` knows are taken for blanks. */
const commandAtStart = /^[\s\p{Z}\p{C}]*::/u;
/**
 * One line of text that came from outside (logs of pods and tools, names from manifests, bodies of answers), made
 * harmless for a terminal and for the workflow runner, which takes commands out of what a step prints. See
 * `ActionCommandManager.TryProcessCommand` and `ActionCommand.TryParse`/`TryParseV2` of actions/runner.
 */
function sanitiseLine(line, cap = defaultCaps.line) {
    const visible = visibleOnly.test(line) ? line : line.replace(escapes, '').replace(invisibles, '').toWellFormed();
    const cut = visible.length > cap ? `${visible.slice(0, cap).toWellFormed()} [… ${visible.length - cap} cut]` : visible;
    const quiet = cut.includes('##[') ? cut.replace(commandAnywhere, '##\\[') : cut;
    return commandAtStart.test(quiet) ? `| ${quiet.trimStart()}` : quiet;
}
/** Text of several lines. Never longer than `caps.total` and a note. */
function sanitise(text, caps = defaultCaps) {
    const lines = [];
    let size = 0;
    for (const line of text.split(lineEnds)) {
        const clean = sanitiseLine(line, caps.line);
        size += clean.length + 1;
        if (size > caps.total + 1)
            return [...lines, `[… cut: more than ${caps.total} characters]`].join('\n');
        lines.push(clean);
    }
    return lines.join('\n');
}
/** Foreign text for the middle of a sentence: one line, in quotes' stead cut short. */
function sanitisePhrase(text, cap = 300) {
    return sanitiseLine(text.split(lineEnds).join(' ').replace(/\s+/g, ' ').trim(), cap);
}


/***/ }),

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

/***/ 5141:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   QZ: () => (/* binding */ worst),
/* harmony export */   hS: () => (/* binding */ exitCodes),
/* harmony export */   uv: () => (/* binding */ decisionOf)
/* harmony export */ });
const severity = { pass: 0, inconclusive: 1, fail: 2 };
/**
 * The worst of several verdicts.
 *
 * An empty list is `inconclusive`, never `pass`: whoever looked at nothing has found out nothing.
 */
function worst(verdicts) {
    if (verdicts.length === 0)
        return 'inconclusive';
    return verdicts.reduce((a, b) => (severity[b] > severity[a] ? b : a));
}
const decisions = {
    pass: 'promote',
    fail: 'reject',
    inconclusive: 'inconclusive',
};
function decisionOf(verdict) {
    return decisions[verdict];
}
/** Process exit codes; 64 is `EX_USAGE` of sysexits. */
const exitCodes = { promote: 0, reject: 1, inconclusive: 2, invalid: 64 };


/***/ }),

/***/ 4909:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  commandLine: () => (/* binding */ commandLine)
});

// EXTERNAL MODULE: ./lib/domain/error.js
var domain_error = __webpack_require__(9342);
// EXTERNAL MODULE: ./lib/domain/foreign-text.js
var foreign_text = __webpack_require__(8702);
// EXTERNAL MODULE: ./lib/domain/verdict.js
var verdict = __webpack_require__(5141);
// EXTERNAL MODULE: ./lib/entry/version.js
var version = __webpack_require__(7136);
;// CONCATENATED MODULE: ./lib/entry/cli/commands.js
/** Does what was asked for and gives the exit code. Each command is loaded when it is asked for: lint starts without a cluster's clients. */
async function act(asked) {
    switch (asked.command) {
        case 'cleanup':
            return (await Promise.all(/* import() */[__webpack_require__.e(499), __webpack_require__.e(824), __webpack_require__.e(67)]).then(__webpack_require__.bind(__webpack_require__, 9465))).cleanupCommand(asked);
        case 'lint':
            return (await Promise.all(/* import() */[__webpack_require__.e(131), __webpack_require__.e(462)]).then(__webpack_require__.bind(__webpack_require__, 462))).lintCommand(asked);
        case 'plan':
            return (await Promise.all(/* import() */[__webpack_require__.e(815), __webpack_require__.e(292), __webpack_require__.e(131), __webpack_require__.e(199), __webpack_require__.e(400)]).then(__webpack_require__.bind(__webpack_require__, 2400))).planCommand(asked);
        case 'simulate':
            return (await Promise.all(/* import() */[__webpack_require__.e(815), __webpack_require__.e(292), __webpack_require__.e(131), __webpack_require__.e(199), __webpack_require__.e(400), __webpack_require__.e(488)]).then(__webpack_require__.bind(__webpack_require__, 5488))).simulateCommand(asked);
        case 'test-run':
            return (await Promise.all(/* import() */[__webpack_require__.e(815), __webpack_require__.e(292), __webpack_require__.e(263)]).then(__webpack_require__.bind(__webpack_require__, 9604))).testRunCommand(asked);
        default:
            return (await Promise.all(/* import() */[__webpack_require__.e(815), __webpack_require__.e(499), __webpack_require__.e(260), __webpack_require__.e(292), __webpack_require__.e(131), __webpack_require__.e(199), __webpack_require__.e(824), __webpack_require__.e(503)]).then(__webpack_require__.bind(__webpack_require__, 2503))).gateCommand(asked);
    }
}

// EXTERNAL MODULE: ./node_modules/commander/index.js + 6 modules
var commander = __webpack_require__(7375);
// EXTERNAL MODULE: ./lib/entry/inputs/table.js + 11 modules
var table = __webpack_require__(8775);
;// CONCATENATED MODULE: ./lib/entry/cli/program.js


const isOfLint = (stage) => stage === 'lint' || stage === 'gate';
const stageCommands = [
    ['lint', 'judge manifests before there is a cluster; needs no Docker'],
    ['provision', 'lint, then create the cluster and leave it standing'],
    ['deploy', 'everything up to the rollout of the service'],
    ['redis', 'everything up to the verified Redis Cluster'],
    ['load', 'everything up to the proof of autoscaling'],
    ['promote', 'decide over the reports of earlier jobs'],
];
/**
 * The command line. `act` is called for a command that was understood; misuse rejects with commander's own error.
 *
 * @param words where given, only commands that are among them get their options: seventy of them for every command would
 *   be a fifth of the time that `lint` needs for one file.
 */
function buildProgram(version, act, words) {
    const isAsked = (name) => words === undefined || words.includes(name);
    const program = new commander/* Command */.uB('scale-gate')
        .description('Proves that a service scales before it is promoted.')
        .version(version)
        .option('--verbose', 'also say what people only look for when something is wrong')
        .exitOverride()
        .showSuggestionAfterError()
        .configureHelp({ sortSubcommands: false });
    withGateOptions(program
        .command('run')
        .description('the whole gate: lint, provision, deploy, redis, load, promote')
        .argument('[folder]', 'folder of the service', '.'), () => isAsked('run')).action(handler(program, act, 'run'));
    for (const [name, summary] of stageCommands) {
        const command = program
            .command(name)
            .description(summary)
            .argument('[paths...]', name === 'lint' ? 'files, folders, globs, or - for standard input' : 'folder of the service');
        if (name === 'lint')
            command
                .addOption(new commander/* Option */.c$('--format <format>', 'form of the findings')
                .choices(['text', 'json', 'sarif', 'junit', 'github'])
                .default('text'))
                .option('--fix', 'mend what is mechanical');
        withGateOptions(command, ({ stage }) => isAsked(name) && (name !== 'lint' || isOfLint(stage))).action(handler(program, act, name));
    }
    withGateOptions(program
        .command('plan')
        .description('which replicas at which load, how soon, and what can never scale; needs no Docker')
        .argument('[folder]', 'folder of the service', '.')
        .option('--cost <milliseconds>', 'CPU time of one request'), () => isAsked('plan')).action(handler(program, act, 'plan'));
    addTraces(program, act);
    return program;
}
/** Commands that neither judge nor make a cluster. */
function addTraces(program, act) {
    program
        .command('simulate')
        .description('what an HPA would do over a recorded trace; needs no Docker')
        .argument('<folder>', 'folder of the service')
        .requiredOption('--trace <file>', 'CSV of seconds and load, or a timeline.jsonl of an earlier run')
        .option('--cost <milliseconds>', 'CPU time of one request, where the trace tells requests per second')
        .addOption(new commander/* Option */.c$('--clocks <clocks>', 'clocks of the cluster').choices(['production', 'quick']).default('production'))
        .option('--set <change...>', 'what if: min, max, target, tolerance, request, limit, scale-down-window')
        .action(handler(program, act, 'simulate'));
    program
        .command('test-run')
        .description('the k6 script as a TestRun of the k6 operator, for load that one machine cannot send')
        .argument('[folder]', 'folder of the service', '.')
        .requiredOption('--base-url <url>', 'where the pods of the operator find the service')
        .option('--parallelism <pods>', 'pods that share the load', '4')
        .option('--config <file>', 'configuration; scale-gate.yml of the folder where it is not given')
        .action(handler(program, act, 'test-run'));
    program
        .command('cleanup')
        .description('delete what a run left behind, or what all lost runs did')
        .argument('[run]', 'name of the run')
        .option('--all', 'every run that is not under way, also what was kept by cluster-keep')
        .action(handler(program, act, 'cleanup'));
}
function withGateOptions(command, wanted) {
    command.option('--config <file>', 'configuration; scale-gate.yml of the folder where it is not given');
    for (const row of table/* optionTable */.sX.filter(wanted)) {
        const { name, description } = row;
        const option = new commander/* Option */.c$(row.kind.type === 'boolean' ? `--${name} [value]` : `--${name} <value>`, description).argParser(collect);
        // Short help: a stranger needs the handful that docs/inputs.md puts first; the rest is there.
        command.addOption(option.helpGroup(`Options for ${row.stage}:`));
    }
    return command;
}
/** A flag that is given several times is a list. */
function collect(value, before) {
    return typeof before === 'string' ? `${before}\n${value}` : value;
}
function handler(program, act, command) {
    return async (...args) => {
        const self = args.at(-1);
        if (!(self instanceof commander/* Command */.uB))
            throw new TypeError('commander changed its signature');
        const { config, ...flags } = self.opts();
        const names = new Map(table/* optionTable */.sX.map(({ name }) => [camel(name), name]));
        const given = Object.entries(flags).flatMap(([key, value]) => {
            const name = names.get(key);
            return name === undefined ? [] : [[name, String(value)]];
        });
        const own = Object.fromEntries(Object.entries(flags).filter(([key]) => !names.has(key)));
        await act({
            command,
            operands: self.args,
            given: Object.fromEntries(given),
            config: typeof config === 'string' ? config : undefined,
            verbose: program.opts().verbose === true,
            own,
        });
    };
}
/** The key under which commander keeps a flag. */
function camel(name) {
    return name.replace(/-([a-z0-9])/g, (_, letter) => letter.toUpperCase());
}
function isMisuse(error) {
    return error instanceof commander/* CommanderError */.b7 && error.exitCode !== 0;
}
function isHelp(error) {
    return error instanceof commander/* CommanderError */.b7 && error.exitCode === 0;
}

;// CONCATENATED MODULE: ./lib/entry/cli/command-line.js






/** What `argv` asks for, done; the exit code is the decision. */
async function commandLine(argv) {
    let exitCode = 0;
    const program = buildProgram(version/* packageVersion */.T, async (asked) => {
        exitCode = await act(asked);
    }, argv);
    try {
        await program.parseAsync(argv);
    }
    catch (error) {
        return explain(error);
    }
    return exitCode;
}
function explain(error) {
    if (isHelp(error))
        return 0;
    if (isMisuse(error))
        return verdict/* exitCodes */.hS.invalid;
    if (!(error instanceof domain_error/* GateError */.ue))
        throw error;
    process.stderr.write(`✗ ${(0,foreign_text/* sanitise */.tB)(error.message)}\n  what to do: ${(0,foreign_text/* sanitise */.tB)(error.hint)}\n`);
    return error.code === 'INPUT_INVALID' ? verdict/* exitCodes */.hS.invalid : verdict/* exitCodes */.hS.inconclusive;
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
function shaped(shape, description, value) {
    return { kind: { type: 'text', shape }, description, default: value };
}
function integer(range, description, value) {
    return { kind: { type: 'integer', ...range }, description, default: value };
}
function number(range, description) {
    return { kind: { type: 'number', ...range }, description, default: undefined };
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
    kubeconfig: option_text('Kubeconfig of the existing cluster. Without it: KUBECONFIG.'),
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
    kindConfig: option_text('Configuration file of kind; the gate merges its own needs into it.'),
    timeoutSeconds: duration('seconds', 'Deadline for a cluster that is proven ready.', 300),
};

;// CONCATENATED MODULE: ./lib/entry/inputs/sections/deploy.js


const origin = {
    type: 'record',
    exactlyOne: true,
    fields: {
        env: { kind: { type: 'text' }, required: false, description: 'Environment variable that holds the value.' },
        file: { kind: { type: 'text' }, required: false, description: 'File that holds the value.' },
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
    manifests: list({ type: 'text' }, 'Manifest files and folders, relative to the folder. Without it: k8s/, manifests/, deploy/ or the YAML files of the folder.', []),
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
    base: option_text('Folder of the service before the change, a checkout of the base commit: what it has already blocks nobody.'),
    definitions: list({ type: 'text' }, 'Files or folders of CustomResourceDefinitions; custom resources are judged by them, as by those in the manifests.', []),
    helmValues: map({ type: 'list', of: { type: 'text' } }, 'Sets of value files for Helm, by name. Each is rendered and judged; the first is the one that is deployed.'),
    overlays: list({ type: 'text' }, 'Kustomize overlays in place of `manifests`, each judged by itself; the first is the one that is deployed.', []),
    known: option_text('File that names findings by their fingerprints: a report of this tool in JSON or SARIF. They block nobody.'),
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
    engine: choice(['built-in', 'k6'], 'Generator of the load.', 'built-in'),
    k6Script: option_text('k6 script to run in place of the built-in profile.'),
    scaleDown: option_boolean('Wait until the autoscaler is back at where it began.', true),
    timeoutSeconds: duration('seconds', 'Deadline for idle control, load and cool-down together.', 600),
};

;// CONCATENATED MODULE: ./lib/entry/inputs/sections/promote.js

/** Options of `promote:`. */
const promoteOptions = {
    reports: list({ type: 'text' }, 'Files report.json of earlier jobs to decide over. Without it: what this run found out.', []),
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
    replicasPerShard: integer({ min: 0, max: 5 }, 'Replicas of each primary: 3 and 3 are 3 × (1 + 3) = 12 nodes.', 3),
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
    folder: option_text('Folder for the report files, relative to the folder of the run.', '.scale-gate/reports'),
    formats: list({ type: 'choice', values: reportFormats }, 'Reports to write.', [
        ...reportFormats,
    ]),
    annotations: option_boolean('Annotate files in a workflow, at most ten of each severity.', true),
    summary: option_boolean('Write the job summary of a workflow.', true),
};

;// CONCATENATED MODULE: ./lib/entry/inputs/sections/tools.js


/** Options of `tools:`, for `kind` and `kubectl` where the PATH has none, or another version is wanted. */
const toolsOptions = {
    folder: option_text('Folder with `kind` and `kubectl`, for machines without the internet: nothing is downloaded. They are verified like a download.'),
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
/** `timeoutSeconds` → `timeout`, `k6Script` → `k6-script`: the unit is in the value that people write. */
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

/***/ 7136:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   T: () => (/* binding */ packageVersion)
/* harmony export */ });
/** Version of the package; a test holds it against package.json. */
const packageVersion = '0.1.0';


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
