export const id = 192;
export const ids = [192];
export const modules = {

/***/ 94643:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   m: () => (/* binding */ systemClock)
/* harmony export */ });
/* harmony import */ var node_timers_promises__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(58500);

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

/***/ 73999:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   MU: () => (/* binding */ runVariable),
/* harmony export */   N7: () => (/* binding */ strayProcesses),
/* harmony export */   Ws: () => (/* binding */ processRemover)
/* harmony export */ });
/* harmony import */ var node_fs__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(73024);
/* harmony import */ var node_timers_promises__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(58500);
/* harmony import */ var _processes_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(65900);



/** Every child of a run has this in its environment, so that it can be found when its parent is gone. */
const runVariable = 'SCALE_GATE_RUN';
/**
 * Ends processes: SIGTERM, and SIGKILL after `graceMs`. The start time is compared before each signal, so that no
 * reused pid is hit.
 */
function processRemover(graceMs) {
    return {
        async remove(owned, signal) {
            for (const kill of ['SIGTERM', 'SIGKILL']) {
                if (!isRunning(owned))
                    return;
                process.kill(owned.pid, kill);
                const until = performance.now() + graceMs;
                while (isRunning(owned) && performance.now() < until)
                    await (0,node_timers_promises__WEBPACK_IMPORTED_MODULE_1__.setTimeout)(20, undefined, { signal });
            }
        },
        isGone: async (owned) => !isRunning(owned),
    };
}
function isRunning({ pid, startedAt }) {
    return (0,_processes_js__WEBPACK_IMPORTED_MODULE_2__/* .processStart */ .gy)(pid) === startedAt;
}
/**
 * Reads the environment that each process was started with. Only Linux shows it; elsewhere there are no strays to be
 * found. Ourselves and our ancestors are passed over.
 */
async function strayProcesses(run) {
    const ancestors = ancestorsOf(process.pid);
    return pids()
        .filter((pid) => !ancestors.has(pid) && startedWith(pid).includes(`${runVariable}=${run}`))
        .flatMap((pid) => {
        const startedAt = (0,_processes_js__WEBPACK_IMPORTED_MODULE_2__/* .processStart */ .gy)(pid);
        return startedAt === undefined ? [] : [{ type: 'process', pid, startedAt }];
    });
}
function pids() {
    try {
        return (0,node_fs__WEBPACK_IMPORTED_MODULE_0__.readdirSync)('/proc').map(Number).filter(Number.isInteger);
    }
    catch {
        return [];
    }
}
function startedWith(pid) {
    return read(`/proc/${pid}/environ`).split('\0');
}
function ancestorsOf(pid) {
    const found = new Set();
    for (let each = pid; each > 0 && !found.has(each); each = parentOf(each))
        found.add(each);
    return found;
}
function parentOf(pid) {
    return Number(/^PPid:\s*(\d+)/m.exec(read(`/proc/${pid}/status`))?.[1] ?? 0);
}
/** Empty for a process of another user, or one that has just ended. */
function read(file) {
    try {
        return (0,node_fs__WEBPACK_IMPORTED_MODULE_0__.readFileSync)(file, 'utf8');
    }
    catch {
        return '';
    }
}


/***/ }),

/***/ 65900:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   I9: () => (/* binding */ processIdentity),
/* harmony export */   _n: () => (/* binding */ isAlive),
/* harmony export */   gy: () => (/* binding */ processStart)
/* harmony export */ });
/* unused harmony export hostIdentity */
/* harmony import */ var node_child_process__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(31421);
/* harmony import */ var node_fs__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(73024);


/** Start of a process as the system tells it: ticks since boot on Linux, `ps` elsewhere; undefined when there is no such process. */
function processStart(pid) {
    if (process.platform === 'linux')
        return linuxStart(pid);
    try {
        const args = ['-o', 'lstart=', '-p', String(pid)];
        return (0,node_child_process__WEBPACK_IMPORTED_MODULE_0__.execFileSync)('ps', args, { encoding: 'utf8', stdio: ['ignore', 'pipe', 'ignore'] }).trim() || undefined;
    }
    catch {
        return undefined;
    }
}
/** Field 22 of /proc/<pid>/stat; the second field is the program in parentheses and may itself hold blanks and parentheses. */
function linuxStart(pid) {
    const stat = read(`/proc/${pid}/stat`);
    if (stat === undefined)
        return undefined;
    const fields = stat.slice(stat.lastIndexOf(')') + 2).split(' ');
    return fields[0] === 'Z' ? undefined : fields[19];
}
function hostIdentity() {
    const boot = read('/proc/sys/kernel/random/boot_id')?.trim() ?? 'unknown';
    try {
        return `${boot} ${(0,node_fs__WEBPACK_IMPORTED_MODULE_1__.readlinkSync)('/proc/self/ns/pid')}`;
    }
    catch {
        return boot;
    }
}
function processIdentity(pid) {
    return { pid, startedAt: processStart(pid) ?? 'unknown', host: hostIdentity() };
}
/**
 * Whether the process still runs. A process of another boot is gone; one of another pid namespace can not be seen from
 * here, and counts as alive.
 */
function isAlive({ pid, startedAt, host }) {
    const here = hostIdentity();
    const [boot, namespace] = here.split(' ');
    const [itsBoot, itsNamespace] = host.split(' ');
    if (boot !== itsBoot)
        return false;
    if (namespace !== itsNamespace || startedAt === 'unknown')
        return true;
    return processStart(pid) === startedAt;
}
function read(file) {
    try {
        return (0,node_fs__WEBPACK_IMPORTED_MODULE_1__.readFileSync)(file, 'utf8');
    }
    catch {
        return undefined;
    }
}


/***/ }),

/***/ 59342:
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
/* harmony export */   tB: () => (/* binding */ sanitise)
/* harmony export */ });
/* unused harmony exports defaultCaps, sanitiseLine */
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
/** The same, and a sign at its start that is neither a blank nor of a command: nothing is to be done, save for what is long or old. */
const harmless = /^[!-9;-~][\t -~]*$/;
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
    if (line.length <= cap && harmless.test(line) && !line.includes('##['))
        return line;
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

/***/ 87633:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   lK: () => (/* binding */ isRunName),
/* harmony export */   rt: () => (/* binding */ runName)
/* harmony export */ });
/* unused harmony export runPrefix */
/* harmony import */ var node_crypto__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(77598);

/** Prefix of everything that a run makes outside its own folder. */
const runPrefix = 'sg-';
const form = /^sg-[a-z0-9](?:[a-z0-9-]{0,20}[a-z0-9])?-[0-9a-f]{6}$/;
/**
 * Name of a run, and of its cluster: an RFC 1123 label of at most 32 characters, derived from what the host knows again
 * in another process, so that `post` finds the cluster when the journal is lost.
 *
 * `place` keeps apart what shares a run id on one host, such as the legs of a matrix on two runners.
 */
function runName(runId, attempt, place = '') {
    const digest = (0,node_crypto__WEBPACK_IMPORTED_MODULE_0__.createHash)('sha256')
        .update(JSON.stringify([runId, attempt, place]))
        .digest('hex')
        .slice(0, 6);
    const slug = `${runId}-${attempt}`
        .toLowerCase()
        .replace(/[^a-z0-9]+/g, '-')
        .slice(0, 22)
        .replace(/^-+|-+$/g, '');
    return `${runPrefix}${slug === '' ? 'run' : slug}-${digest}`;
}
/** Whether a name has the form that `runName` gives. It is necessary for being ours, not sufficient: the journal decides. */
function isRunName(name) {
    return name.length <= 32 && form.test(name);
}


/***/ }),

/***/ 58915:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  j: () => (/* binding */ lostAfterMs),
  d: () => (/* binding */ teardownPorts)
});

// EXTERNAL MODULE: external "node:path"
var external_node_path_ = __webpack_require__(76760);
// EXTERNAL MODULE: ./lib/domain/error.js
var domain_error = __webpack_require__(59342);
;// CONCATENATED MODULE: ./lib/adapters/docker/cluster-names.js

/** What kind puts on every container of a cluster. */
const clusterLabel = 'io.x-k8s.kind.cluster';
const commandMs = 10_000;
/** Names of all kind clusters that have a container on this machine, running or not. */
async function clusterNames(commands) {
    const { signal } = new AbortController();
    const args = ['ps', '--all', `--filter=label=${clusterLabel}`, `--format={{.Label "${clusterLabel}"}}`];
    const { exitCode, stdout, stderr } = await commands.run('docker', args, { deadlineMs: commandMs, signal });
    if (exitCode !== 0)
        throw new domain_error/* GateError */.ue('ENGINE_MISSING', `docker ps ended with ${exitCode}: ${stderr.trim()}`, {
            hint: 'Start the container engine, then run scale-gate cleanup.',
        });
    return [...new Set(stdout.split('\n').filter((line) => line.trim() !== ''))];
}

// EXTERNAL MODULE: external "node:fs/promises"
var promises_ = __webpack_require__(51455);
;// CONCATENATED MODULE: ./lib/adapters/docker/cluster-remover.js




const cluster_remover_commandMs = 45_000;
/** Nodes are made at the same time; kind needs longer than this for all that it does once they run. */
const madeMs = 10_000;
/**
 * So long nothing may appear. A `docker run` whose client was killed is carried out by the engine all the same, and takes it
 * some ten times as long as a look: an engine that is slow to answer is waited for in proportion, up to a limit that
 * leaves room for the rest of an attempt.
 */
const quietMs = { usual: 6_000, longest: 20_000, looks: 10 };
const lookMs = 300;
/**
 * Deletes a kind cluster from its name alone. kind is asked first; what it leaves, because it is missing, hangs or was
 * never finished, is found by kind's label on the containers. The network `kind` is shared, and stays.
 */
function clusterRemover(ports) {
    const { commands, folder } = ports;
    const isGone = async ({ name }, signal) => {
        for (const [list] of leftovers(name)) {
            if ((await idsOf(commands, list, signal)).length > 0)
                return false;
        }
        return true;
    };
    return {
        async remove({ name, type }, signal) {
            const made = await isMade(ports, name, signal);
            // Of what is not there kind is not asked: it might have to be downloaded first.
            if (!(await isGone({ name, type }, signal))) {
                await askKind(commands, folder, name, signal);
                await sweep(commands, name, signal);
            }
            if (!made)
                await untilQuiet(ports, name, signal);
        },
        isGone,
    };
}
/** Whether its nodes have been running for so long that none can still be on its way. */
async function isMade({ commands, clock }, name, signal) {
    const format = '--format={{.State}}\t{{.CreatedAt}}';
    const text = await docker(commands, ['ps', '--all', format, labelled(name)], signal);
    const nodes = text.split('\n').filter((line) => line.trim() !== '');
    const old = nodes.filter((line) => {
        const [state, createdAt = ''] = line.split('\t');
        return state === 'running' && clock.now() - Date.parse(createdAt.replace(/ [A-Z]+$/, '')) > madeMs;
    });
    return nodes.length > 0 && old.length === nodes.length;
}
/** Deletes whatever carries the cluster's label; what it was told of. */
async function sweep(commands, name, signal) {
    const found = [];
    for (const [list, remove] of leftovers(name)) {
        const ids = await idsOf(commands, list, signal);
        if (ids.length > 0)
            await docker(commands, [...remove, ...ids], signal);
        found.push(...ids);
    }
    return found;
}
/** Looks on until nothing has appeared for a while: what the engine was told before may come about after. */
async function untilQuiet({ commands, clock }, name, signal) {
    let since = clock.monotonic();
    let enough = quietMs.usual;
    // What is listed again although it was deleted has not appeared: whether it is gone is looked at afterwards.
    const known = new Set();
    while (clock.monotonic() - since < enough) {
        await clock.sleep(lookMs, signal);
        const begun = clock.monotonic();
        const found = await sweep(commands, name, signal);
        const now = clock.monotonic();
        if (found.some((id) => !known.has(id)))
            since = now;
        for (const id of found)
            known.add(id);
        if (found.length > 0)
            continue;
        enough = Math.min(quietMs.longest, Math.max(enough, quietMs.looks * (now - begun)));
    }
}
function labelled(name) {
    return `--filter=label=${clusterLabel}=${name}`;
}
function leftovers(name) {
    const filter = labelled(name);
    return [
        [
            ['ps', '--all', '--quiet', filter],
            ['rm', '--force', '--volumes'],
        ],
        [
            ['volume', 'ls', '--quiet', filter],
            ['volume', 'rm', '--force'],
        ],
    ];
}
/** Its failure is no failure of ours: the label finds what it left. Killed, it leaves the lock of its kubeconfig as well. */
async function askKind(commands, folder, name, signal) {
    const kubeconfig = external_node_path_.join(folder, `${name}.deleted`);
    const args = ['delete', 'cluster', `--name=${name}`, `--kubeconfig=${kubeconfig}`];
    try {
        await commands.run('kind', args, { deadlineMs: cluster_remover_commandMs / 2, signal });
    }
    catch (error) {
        if (!(error instanceof domain_error/* GateError */.ue) || error.code === 'CANCELLED')
            throw error;
    }
    finally {
        await Promise.all([kubeconfig, `${kubeconfig}.lock`].map((file) => (0,promises_.rm)(file, { force: true })));
    }
}
async function idsOf(commands, args, signal) {
    return (await docker(commands, args, signal)).split('\n').filter((line) => line.trim() !== '');
}
async function docker(commands, args, signal) {
    const { exitCode, stdout, stderr } = await commands.run('docker', args, { deadlineMs: cluster_remover_commandMs, signal });
    if (exitCode === 0)
        return stdout;
    throw new domain_error/* GateError */.ue('ENGINE_MISSING', `docker ${args[0]} ended with ${exitCode}: ${stderr.trim()}`, {
        hint: 'Start the container engine, then run scale-gate cleanup.',
    });
}

;// CONCATENATED MODULE: ./lib/adapters/kubectl/namespace-remover.js

/** Label that a namespace of ours bears from its creation on. Without it nothing is deleted in a cluster that is not ours. */
const ownerLabel = { key: 'app.kubernetes.io/managed-by', value: 'scale-gate' };
const namespace_remover_commandMs = 50_000;
/** An API server that could not answer for a while may carry out what it was told before whoever told it ended. */
const lateMs = 2_000;
/**
 * Deletes a namespace, in whatever cluster it is. A run owns the name before it creates the namespace, so it may own the
 * name of one that somebody else had made: the label tells them apart.
 */
function namespaceRemover(commands, clock) {
    return {
        async remove(namespace, signal) {
            const labels = (await labelsOf(commands, namespace, signal)) ?? (await later(commands, namespace, clock, signal));
            if (labels === undefined)
                return;
            if (labels[ownerLabel.key] !== ownerLabel.value)
                throw foreign(namespace);
            const args = ['delete', 'namespace', namespace.name, '--ignore-not-found', '--timeout=45s'];
            await kubectl(commands, namespace, args, signal);
        },
        async isGone(namespace, signal) {
            return (await labelsOf(commands, namespace, signal)) === undefined;
        },
    };
}
async function later(commands, namespace, clock, signal) {
    await clock.sleep(lateMs, signal);
    return labelsOf(commands, namespace, signal);
}
async function labelsOf(commands, namespace, signal) {
    const args = ['get', 'namespace', namespace.name, '--ignore-not-found', '--output=jsonpath={.metadata}'];
    const { stdout } = await kubectl(commands, namespace, args, signal);
    if (stdout.trim() === '')
        return undefined;
    return JSON.parse(stdout).labels ?? {};
}
async function kubectl(commands, { name, kubeconfig, context }, args, signal) {
    const access = [`--kubeconfig=${kubeconfig}`, ...(context === undefined ? [] : [`--context=${context}`])];
    const result = await commands.run('kubectl', [...access, ...args], { deadlineMs: namespace_remover_commandMs, signal });
    if (result.exitCode === 0)
        return result;
    throw new domain_error/* GateError */.ue('API_UNREACHABLE', `namespace ${name}: kubectl ended with ${result.exitCode}: ${result.stderr.trim()}`, {
        hint: 'Make the API server reachable, then run scale-gate cleanup.',
    });
}
function foreign({ name }) {
    const label = `${ownerLabel.key}=${ownerLabel.value}`;
    return new domain_error/* GateError */.ue('API_REFUSED', `namespace ${name} does not bear the label ${label}: it is not ours, and stays`, {
        hint: 'Delete it by hand if it is no longer wanted.',
    });
}

// EXTERNAL MODULE: ./lib/adapters/node/clock.js
var clock = __webpack_require__(94643);
// EXTERNAL MODULE: external "node:os"
var external_node_os_ = __webpack_require__(48161);
;// CONCATENATED MODULE: ./lib/adapters/node/path-remover.js




/** What a run makes is below a folder of ours, or carries a run's prefix: a path that does neither is not ours, whatever the journal says. */
const ours = /\/(?:scale-gate\/[^/]+|sg-[^/]+)(?:\/|$)/;
/**
 * Deletes files and folders that bear our name. Symbolic links are deleted, not followed; nothing is deleted that holds a
 * home, `cwd` or the temporary folder.
 */
function pathRemover(cwd) {
    return {
        async remove({ path: target }) {
            const precious = [cwd, (0,external_node_os_.homedir)(), (0,external_node_os_.tmpdir)()].find((folder) => !external_node_path_.relative(target, folder).startsWith('..'));
            const isPlain = external_node_path_.isAbsolute(target) && external_node_path_.normalize(target) === target;
            if (!isPlain || !ours.test(target) || precious !== undefined)
                throw refused(target);
            await (0,promises_.rm)(target, { recursive: true, force: true, maxRetries: 3 });
        },
        isGone: async ({ path: target }) => (0,promises_.lstat)(target).then(() => false, (error) => {
            if (error.code === 'ENOENT' || error.code === 'ENOTDIR')
                return true;
            throw error;
        }),
    };
}
function refused(target) {
    return new domain_error/* GateError */.ue('INPUT_INVALID', `${target} is no path that a run may delete`, {
        hint: 'Look at the journal: it names a path that no run of the gate can own.',
    });
}

// EXTERNAL MODULE: ./lib/adapters/node/process-remover.js
var process_remover = __webpack_require__(73999);
;// CONCATENATED MODULE: ./lib/entry/cleaning.js







/** Everything that teardown needs of this machine. */
function teardownPorts(commands, journal, scratch, log) {
    return {
        journal,
        clock: clock/* systemClock */.m,
        log,
        strays: { of: process_remover/* strayProcesses */.N7, clusters: () => clusterNames(commands) },
        removers: {
            'kind-cluster': clusterRemover({ commands, clock: clock/* systemClock */.m, folder: external_node_path_.dirname(scratch) }),
            namespace: namespaceRemover(commands, clock/* systemClock */.m),
            path: pathRemover(process.cwd()),
            process: (0,process_remover/* processRemover */.Ws)(2_000),
        },
    };
}
/**
 * A run whose process is gone, and that was last heard of so long ago, is lost: what it left is deleted by the next. Longer
 * than a job usually lasts, because the process of `provision` ends long before the job that still uses its cluster.
 */
const lostAfterMs = 24 * 60 * 60 * 1000;


/***/ }),

/***/ 78552:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  f: () => (/* binding */ openSession),
  c: () => (/* binding */ toolWishes)
});

// EXTERNAL MODULE: external "node:path"
var external_node_path_ = __webpack_require__(76760);
// EXTERNAL MODULE: ./lib/adapters/node/clock.js
var clock = __webpack_require__(94643);
// EXTERNAL MODULE: external "node:fs/promises"
var promises_ = __webpack_require__(51455);
// EXTERNAL MODULE: external "node:stream"
var external_node_stream_ = __webpack_require__(57075);
// EXTERNAL MODULE: ./node_modules/execa/index.js + 136 modules
var execa = __webpack_require__(82499);
// EXTERNAL MODULE: ./lib/domain/error.js
var domain_error = __webpack_require__(59342);
;// CONCATENATED MODULE: ./lib/adapters/node/command-line.js
/** As a person would paste it into a POSIX shell. */
function commandLine(program, args) {
    return [program, ...args].map(quoted).join(' ');
}
function quoted(arg) {
    return /^[\w@%+=:,./-]+$/.test(arg) ? arg : `'${arg.replaceAll("'", "'\\''")}'`;
}

// EXTERNAL MODULE: external "node:string_decoder"
var external_node_string_decoder_ = __webpack_require__(46193);
;// CONCATENATED MODULE: ./lib/adapters/node/line-reader.js

/** Longest line that is kept in one piece; a stream without line ends must not fill the memory. */
const longestLine = 65_536;
/** Lines end at LF, CR LF and lone CR, as the workflow runner reads them. Line ends are not part of a line. */
function streamReader(capBytes, onLine) {
    const decoder = new external_node_string_decoder_.StringDecoder('utf8');
    const kept = [];
    let size = 0;
    let rest = '';
    const take = (text) => {
        if (size < capBytes)
            kept.push(text.slice(0, capBytes - size));
        size += text.length;
        const parts = (rest + text).split(/\r\n|\n|\r(?!$)/);
        rest = parts.pop() ?? '';
        parts.forEach(onLine);
        for (; rest.length > longestLine; rest = rest.slice(longestLine))
            onLine(rest.slice(0, longestLine));
    };
    return {
        push: (chunk) => take(decoder.write(Buffer.from(chunk))),
        end() {
            take(decoder.end());
            const last = rest.replace(/\r$/, '');
            if (last !== '')
                onLine(last);
            rest = '';
        },
        text: () => kept.join('') + (size > capBytes ? `\n[… ${size - capBytes} characters cut]\n` : ''),
    };
}

;// CONCATENATED MODULE: ./lib/adapters/node/pipe.js
/**
 * One source into several sinks, at the pace of the slowest. A sink that ends early stops none of the others: its exit
 * code is its answer. When one of the programs can not run, or is ended, all are.
 */
async function pipe(source, sinks, { signal }, launch) {
    const broken = new AbortController();
    const either = AbortSignal.any([signal, broken.signal]);
    const receivers = sinks.map((sink) => launch(sink, { giveStdin: true, signal: either }));
    const sender = launch(source, { takeStdout: true, signal: either });
    for (const { stdin } of receivers)
        connect(sender.stdout, stdin);
    const results = [sender, ...receivers].map(({ result }) => result);
    for (const result of results)
        result.catch(() => broken.abort());
    const settled = await Promise.allSettled(results);
    const failures = settled.flatMap((each) => (each.status === 'rejected' ? [each.reason] : []));
    if (failures.length > 0)
        throw firstCause(failures, signal.aborted);
    return settled.flatMap((each) => (each.status === 'fulfilled' ? [each.value] : []));
}
/** What broke first, not what was cancelled because of it. */
function firstCause(failures, cancelledByUser) {
    const isConsequence = (error) => error.code === 'CANCELLED';
    return (cancelledByUser ? undefined : failures.find((error) => !isConsequence(error))) ?? failures[0];
}
function connect(from, to) {
    if (from === undefined || to === undefined)
        return;
    const leave = () => {
        from.unpipe(to);
        from.resume();
    };
    to.on('error', leave).on('close', leave);
    from.pipe(to);
}

// EXTERNAL MODULE: external "node:fs"
var external_node_fs_ = __webpack_require__(73024);
;// CONCATENATED MODULE: ./lib/adapters/node/search-path.js



/** First executable file of that name. Relative folders of the PATH are passed over: a workspace must not lend us its tools. */
async function findProgram(program, searchPath) {
    const absolute = searchPath.split(external_node_path_.delimiter).filter((folder) => external_node_path_.isAbsolute(folder));
    for (const folder of program.includes('/') ? [''] : absolute) {
        const file = external_node_path_.resolve(folder, program);
        if (await isExecutable(file))
            return file;
    }
    return undefined;
}
async function isExecutable(file) {
    try {
        await (0,promises_.access)(file, external_node_fs_.constants.X_OK);
        return (await (0,promises_.stat)(file)).isFile();
    }
    catch {
        return false;
    }
}

;// CONCATENATED MODULE: ./lib/adapters/node/process-group.js
/** Groups of children that run right now; they end with us, whatever way we end in. */
const living = new Set();
let watching = false;
/** Registers the group of a child that was started detached, so that it leads a group of its own. */
function adoptGroup(pid) {
    living.add(pid);
    if (watching)
        return;
    watching = true;
    process.on('exit', () => {
        for (const group of living)
            signalGroup(group, 'SIGKILL');
    });
}
function forgetGroup(pid) {
    living.delete(pid);
}
/** True when somebody of the group was there to hear it. */
function signalGroup(pid, signal) {
    try {
        process.kill(-pid, signal);
        return true;
    }
    catch {
        return false;
    }
}

;// CONCATENATED MODULE: ./lib/adapters/node/supervision.js

/** How long what outlives its leader may still finish its writing. */
const lingerMs = 1_000;
/**
 * Ends a child's whole group at the deadline, on abort, and when its leader is gone. What escaped from the group and
 * still holds our pipes must not hold us: the pipes are closed on our side. Call the result once the child has ended.
 */
function supervise(child, limits) {
    const { pid } = child;
    if (pid === undefined)
        return () => 'itself';
    adoptGroup(pid);
    let endedBy = 'itself';
    const timers = [];
    const after = (ms, act) => void timers.push(setTimeout(act, ms));
    const closePipes = () => {
        child.stdout?.destroy();
        child.stderr?.destroy();
    };
    const letGo = () => {
        signalGroup(pid, 'SIGKILL');
        after(500, closePipes);
    };
    const stop = (why) => {
        if (endedBy !== 'itself')
            return;
        endedBy = why;
        signalGroup(pid, 'SIGTERM');
        after(limits.graceMs, letGo);
    };
    const onAbort = () => stop('abort');
    limits.signal.addEventListener('abort', onAbort, { once: true });
    after(limits.deadlineMs, () => stop('deadline'));
    child.once('exit', () => after(endedBy === 'itself' ? lingerMs : 0, letGo));
    return () => {
        limits.signal.removeEventListener('abort', onAbort);
        timers.forEach(clearTimeout);
        signalGroup(pid, 'SIGKILL');
        forgetGroup(pid);
        return endedBy;
    };
}

;// CONCATENATED MODULE: ./lib/adapters/node/commands.js









/** Programs of this machine. They see `env`, not our own environment, and no terminal. */
function nodeCommands(env, settings = {}) {
    const all = { redact: (text) => text, graceMs: 5_000, capacity: 64 * 1024 * 1024, ...settings };
    return {
        run: async (program, args, options) => launch({ program, args, options, env }, all).result,
        pipe: (source, sinks, options) => pipe(source, sinks, options, (command, more) => {
            return launch({ ...command, options: { ...options, ...more }, env }, all);
        }),
        find: (program) => findProgram(program, env['PATH'] ?? ''),
    };
}
function launch(call, settings) {
    const tail = [];
    const fail = failures(call, tail, settings.redact);
    if (call.options.signal.aborted)
        throw fail('CANCELLED', 'cancelled before the start', 'Run the gate again.');
    const onLine = (line) => {
        tail.push(line);
        if (tail.length > 20)
            tail.shift();
        call.options.onLine?.(line);
    };
    const stdout = streamReader(settings.capacity, onLine);
    const stderr = streamReader(settings.capacity, onLine);
    const child = start(call);
    if (call.options.takeStdout !== true)
        child.stdout?.on('data', stdout.push);
    child.stderr?.on('data', stderr.push);
    const ended = supervise(child.nodeChildProcess, { ...call.options, graceMs: settings.graceMs });
    const finish = async () => {
        const { exitCode, code, signal } = await child;
        const endedBy = ended();
        stdout.end();
        stderr.end();
        if (endedBy === 'abort')
            throw fail('CANCELLED', 'cancelled, and ended', 'Run the gate again; nothing was concluded.');
        if (endedBy === 'deadline')
            throw fail('TIMED_OUT', `not finished within ${call.options.deadlineMs} ms, and ended`, slow);
        if (exitCode === undefined)
            throw await notRun(call, { code, signal }, fail);
        return { exitCode, stdout: stdout.text(), stderr: stderr.text() };
    };
    return { stdin: child.stdin ?? undefined, stdout: child.stdout ?? undefined, result: finish() };
}
const slow = 'Look at the last lines of its output; give it more time if it was still at work.';
/** In a group of its own, so that it can be ended with everything that it started, and so that ^C reaches us first. */
function start({ program, args, options, env }) {
    return (0,execa/* execa */.Ho)(program, args, {
        ...inputOf(options),
        ...(options.cwd === undefined ? {} : { cwd: options.cwd }),
        env: { ...env, ...options.env },
        extendEnv: false,
        stdout: 'pipe',
        stderr: 'pipe',
        detached: process.platform !== 'win32',
        cleanup: false,
        buffer: false,
        reject: false,
        windowsHide: true,
    });
}
function inputOf({ input, giveStdin }) {
    if (input === undefined)
        return { stdin: giveStdin === true ? 'pipe' : 'ignore' };
    return { input: typeof input === 'string' ? input : external_node_stream_.Readable.from(input, { objectMode: false }) };
}
function failures({ program, args }, tail, redact) {
    return (code, what, hint) => {
        const command = redact(commandLine(program, args));
        return new domain_error/* GateError */.ue(code, `${what}: ${command}`, { hint, facts: { command, lastLines: redact(tail.join('\n')) } });
    };
}
async function notRun({ program, options }, { code, signal }, fail) {
    if (code === 'ENOENT' && (await isFolder(options.cwd))) {
        return fail('TOOL_MISSING', `${program} is not on the PATH`, `Install ${program}, or let the gate download it.`);
    }
    const what = signal === undefined ? `can not be started (${code ?? 'unknown reason'})` : `killed by ${signal}`;
    return fail('COMMAND_FAILED', what, 'Run the command by hand; a SIGKILL from outside is often a lack of memory.');
}
async function isFolder(folder) {
    if (folder === undefined)
        return true;
    return (0,promises_.stat)(folder).then((found) => found.isDirectory(), () => false);
}

// EXTERNAL MODULE: ./lib/domain/foreign-text.js
var foreign_text = __webpack_require__(8702);
;// CONCATENATED MODULE: ./lib/adapters/node/guarded-log.js

/**
 * Text without secrets and without commands. It is redacted before and after it is sanitised: before, because sanitising
 * may break a secret up; after, because it may put one together that was broken up by what it took out.
 */
function guardText(text, redactor) {
    return redactor.redact((0,foreign_text/* sanitise */.tB)(redactor.redact(text)));
}
/** A log through which nothing foreign speaks to the runner and no known secret gets out. */
function guardLog(log, redactor) {
    return {
        info: (line) => log.info(guardText(line, redactor)),
        warn: (line) => log.warn(guardText(line, redactor)),
        debug: (line) => log.debug(guardText(line, redactor)),
        progress: (line) => log.progress(guardText(line, redactor)),
    };
}

// EXTERNAL MODULE: external "node:util"
var external_node_util_ = __webpack_require__(57975);
// EXTERNAL MODULE: ./lib/adapters/node/processes.js
var processes = __webpack_require__(65900);
;// CONCATENATED MODULE: ./lib/adapters/node/journal.js





const ownedTypes = ['kind-cluster', 'namespace', 'path', 'process'];
const runForm = /^[A-Za-z0-9][A-Za-z0-9._-]{0,99}$/;
/**
 * A journal of one NDJSON file a run in `folder`, private to the user. Each line is one write, flushed to disk before
 * the promise resolves. A torn line, which a crash or a full disk leaves behind, is passed over by readers and closed
 * off by the next writer.
 */
function fileJournal(folder) {
    const self = (0,processes/* processIdentity */.I9)(process.pid);
    const write = async (act, run, owned) => append(folder, { act, run, at: new Date().toISOString(), owned, by: self });
    return {
        own: (run, owned) => write('own', run, owned),
        release: (run, owned) => write('release', run, owned),
        keep: (run) => write('keep', run, { type: 'kind-cluster', name: run }),
        owned: async (run) => entriesOf(await readLines(folder, run)),
        runs: async () => runsOf(await readLines(folder, undefined)),
        forget: (run) => forget(folder, run),
    };
}
async function append(folder, line) {
    if (!runForm.test(line.run))
        throw new TypeError(`run name ${JSON.stringify(line.run)} can not name a file`);
    try {
        await (0,promises_.mkdir)(folder, { recursive: true, mode: 0o700 });
        const handle = await (0,promises_.open)(external_node_path_.join(folder, `${line.run}.ndjson`), 'a', 0o600);
        try {
            // The line end comes first as well, so that a torn line before it spoils no second one.
            await handle.writeFile(`\n${JSON.stringify(line)}\n`);
            await handle.sync();
        }
        finally {
            await handle.close();
        }
    }
    catch (cause) {
        throw new domain_error/* GateError */.ue('JOURNAL_FAILED', `the journal in ${folder} can not be written: ${reasonOf(cause)}`, {
            hint: 'Give the run a folder that is writable and has space; nothing was created without being written down.',
            cause,
        });
    }
}
async function readLines(folder, run) {
    const names = await filesOf(folder);
    const wanted = names.filter((name) => run === undefined || name === `${run}.ndjson`);
    const texts = await Promise.all(wanted.map((name) => (0,promises_.readFile)(external_node_path_.join(folder, name), 'utf8')));
    return texts
        .flatMap((text) => text.split('\n').flatMap((line) => parseLine(line) ?? []))
        .sort((a, b) => a.at.localeCompare(b.at));
}
/** Only the file of that run in our own folder: a name that could lead elsewhere is refused when it is written. */
async function forget(folder, run) {
    if (!runForm.test(run) || entriesOf(await readLines(folder, run)).length > 0)
        return;
    await (0,promises_.rm)(external_node_path_.join(folder, `${run}.ndjson`), { force: true });
}
async function filesOf(folder) {
    try {
        return (await (0,promises_.readdir)(folder)).filter((name) => name.endsWith('.ndjson'));
    }
    catch (error) {
        if (error.code === 'ENOENT')
            return [];
        throw new domain_error/* GateError */.ue('JOURNAL_FAILED', `the journal in ${folder} can not be read: ${reasonOf(error)}`, {
            hint: 'Make the folder readable; until then nothing can be cleaned up from it.',
            cause: error,
        });
    }
}
function parseLine(text) {
    if (text.trim() === '')
        return undefined;
    try {
        const line = JSON.parse(text);
        return ownedTypes.includes(line.owned.type) && typeof line.run === 'string' && typeof line.at === 'string'
            ? line
            : undefined;
    }
    catch {
        return undefined;
    }
}
function entriesOf(lines) {
    const entries = [];
    for (const { act, run, at, owned } of lines) {
        const known = entries.findIndex((entry) => entry.run === run && (0,external_node_util_.isDeepStrictEqual)(entry.owned, owned));
        if (act === 'own' && known < 0)
            entries.push({ run, at, owned });
        if (act === 'release' && known >= 0)
            entries.splice(known, 1);
    }
    return entries;
}
function runsOf(lines) {
    const newest = new Map(lines.map((line) => [line.run, line]));
    const kept = new Set(lines.filter(({ act }) => act === 'keep').map(({ run }) => run));
    return [...newest.values()].map(({ run, at, by }) => ({
        run,
        lastWriteAt: at,
        alive: (0,processes/* isAlive */._n)(by),
        kept: kept.has(run),
    }));
}
function reasonOf(error) {
    return error instanceof Error ? error.message : String(error);
}

// EXTERNAL MODULE: ./lib/adapters/node/process-remover.js
var process_remover = __webpack_require__(73999);
// EXTERNAL MODULE: external "node:os"
var external_node_os_ = __webpack_require__(48161);
;// CONCATENATED MODULE: ./lib/adapters/node/state-folder.js


/**
 * Where the journal lives: a folder that outlives the job. A self-hosted runner empties its temporary folder before each
 * job, and with it would go the knowledge of what a lost runner left behind.
 */
function journalFolder(env) {
    const state = env['XDG_STATE_HOME'];
    if (state !== undefined && external_node_path_.isAbsolute(state))
        return external_node_path_.join(state, 'scale-gate', 'journal');
    const home = env['HOME'] ?? (0,external_node_os_.homedir)();
    if (external_node_path_.isAbsolute(home) && home !== '/')
        return external_node_path_.join(home, '.local', 'state', 'scale-gate', 'journal');
    return external_node_path_.join((0,external_node_os_.tmpdir)(), `scale-gate-${process.getuid?.() ?? 'user'}`, 'journal');
}

// EXTERNAL MODULE: external "node:crypto"
var external_node_crypto_ = __webpack_require__(77598);
// EXTERNAL MODULE: external "node:stream/promises"
var external_node_stream_promises_ = __webpack_require__(46466);
;// CONCATENATED MODULE: ./lib/adapters/node/digest.js



/** SHA-256 of a file in hex; undefined when there is no such file. */
async function digestOf(file) {
    const hash = (0,external_node_crypto_.createHash)('sha256');
    try {
        await (0,external_node_stream_promises_.pipeline)((0,external_node_fs_.createReadStream)(file), hash);
        return hash.digest('hex');
    }
    catch (error) {
        if (error.code === 'ENOENT')
            return undefined;
        throw error;
    }
}

;// CONCATENATED MODULE: ./lib/adapters/node/download.js




const defaultLimits = { stallMs: 30_000, totalMs: 300_000, maxBytes: 268_435_456, attempts: 4 };
/** A server's answer that another attempt may change. */
class Passing extends Error {
    waitMs;
    constructor(message, waitMs) {
        super(message);
        this.waitMs = waitMs;
    }
}
/**
 * Downloads a file that is executable once, and only if, its digest is the expected one. Refused connections, resets,
 * stalls, 429 and 5xx are tried again; a wrong digest and any other answer are final.
 */
async function download(file, { clock, signal, limits }) {
    let last = '';
    for (let attempt = 1; attempt <= limits.attempts; attempt++) {
        try {
            return await attemptOnce(file, signal, limits);
        }
        catch (error) {
            if (signal.aborted)
                throw (0,domain_error/* cancelled */.KW)(`downloading ${file.url}`);
            if (!(error instanceof Passing))
                throw error;
            last = error.message;
            const waitMs = Math.min(error.waitMs ?? 1_000 * 2 ** (attempt - 1), 60_000);
            if (attempt < limits.attempts)
                await clock.sleep(waitMs, signal);
        }
    }
    throw new domain_error/* GateError */.ue('TOOL_MISSING', `${file.url} can not be downloaded: ${last} (${limits.attempts} attempts)`, {
        hint: 'Install the tool, or give an offline folder or a mirror that this machine can reach.',
    });
}
async function attemptOnce(file, signal, limits) {
    const part = external_node_path_.join(external_node_path_.dirname(file.target), `.${(0,external_node_crypto_.randomUUID)()}.part`);
    await (0,promises_.mkdir)(external_node_path_.dirname(file.target), { recursive: true, mode: 0o700 });
    try {
        const sha256 = await receive(file.url, part, signal, limits);
        if (sha256 !== file.sha256)
            throw untrusted(file, sha256);
        await (0,promises_.rename)(part, file.target);
    }
    finally {
        await (0,promises_.rm)(part, { force: true });
    }
}
/** Gives the digest of what was written to `part`. */
async function receive(url, part, signal, limits) {
    const stall = new AbortController();
    const either = AbortSignal.any([signal, stall.signal, AbortSignal.timeout(limits.totalMs)]);
    let timer = setTimeout(() => stall.abort(), limits.stallMs);
    const hash = (0,external_node_crypto_.createHash)('sha256');
    const handle = await (0,promises_.open)(part, 'wx', 0o700);
    try {
        const body = await bodyOf(url, either);
        let size = 0;
        for await (const chunk of body) {
            clearTimeout(timer);
            timer = setTimeout(() => stall.abort(), limits.stallMs);
            size += chunk.byteLength;
            if (size > limits.maxBytes)
                throw tooLarge(url, limits.maxBytes);
            hash.update(chunk);
            await handle.write(chunk);
        }
        await handle.sync();
        return hash.digest('hex');
    }
    catch (error) {
        if (error instanceof domain_error/* GateError */.ue || error instanceof Passing)
            throw error;
        throw new Passing(stall.signal.aborted ? `no byte within ${limits.stallMs} ms` : download_reasonOf(error));
    }
    finally {
        clearTimeout(timer);
        await handle.close();
    }
}
async function bodyOf(url, signal) {
    const response = await fetch(url, { signal, redirect: 'follow' });
    if (response.ok && response.body !== null)
        return response.body;
    await response.body?.cancel();
    const { status } = response;
    if (status === 429 || status >= 500)
        throw new Passing(`answered ${status}`, retryAfter(response));
    throw new domain_error/* GateError */.ue('TOOL_MISSING', `${url} answered ${status}`, {
        hint: 'Look whether that version exists; behind a mirror, whether the mirror has the same paths as its origin.',
    });
}
function retryAfter(response) {
    const seconds = Number(response.headers.get('retry-after') ?? Number.NaN);
    return Number.isFinite(seconds) && seconds >= 0 ? seconds * 1_000 : undefined;
}
function untrusted({ url, sha256 }, actual) {
    return new domain_error/* GateError */.ue('TOOL_UNTRUSTED', `${url} is not what was expected: sha256 ${actual} instead of ${sha256}`, {
        hint: 'Do not run it. A proxy or mirror may have answered with something else; tell the maintainers if it did not.',
        facts: { url, expected: sha256, actual },
    });
}
function tooLarge(url, maxBytes) {
    return new domain_error/* GateError */.ue('TOOL_UNTRUSTED', `${url} is larger than ${maxBytes} bytes`, {
        hint: 'Look at what the mirror answers.',
    });
}
function download_reasonOf(error) {
    const cause = error instanceof Error && error.cause instanceof Error ? error.cause.message : undefined;
    return cause ?? (error instanceof Error ? error.message : String(error));
}

;// CONCATENATED MODULE: ./lib/adapters/node/tool-table.js
/** The tools that this version of the gate downloads. What is not in here is refused, unless the user brings its digest. */
const toolTable = {
    kind: {
        version: 'v0.33.0',
        host: 'https://github.com',
        path: '/kubernetes-sigs/kind/releases/download/%v/kind-%o-%a',
        digests: {
            'linux/amd64': 'aee6151561422756b764a4ae28e7f44cda5af5a9eead3cc9985112b1de8d8e0d',
            'linux/arm64': '20022bee6cfcd5086cb7234d218e3454e6090022f2a8f55d1fa7fcf42c3867a2',
            'darwin/amd64': '5a99f26f57246dc9319dd294803313197a0f34d33c525b3ea8b655db5916ece0',
            'darwin/arm64': '0c8c7dbe5e23594a198b786c4bc13dacc101fa6196b0cb0b23a1ca44e61f4b4f',
        },
    },
    kubectl: {
        version: 'v1.34.2',
        host: 'https://dl.k8s.io',
        path: '/release/%v/bin/%o/%a/kubectl',
        digests: {
            'linux/amd64': '9591f3d75e1581f3f7392e6ad119aab2f28ae7d6c6e083dc5d22469667f27253',
            'linux/arm64': '95df604e914941f3172a93fa8feeb1a1a50f4011dfbe0c01e01b660afc8f9b85',
            'darwin/amd64': 'd2a71bb7dd7238287f2ba4efefbad4f98584170063f7d9e6c842f772d9255d45',
            'darwin/arm64': '8f38d3a38ae317b00ebf90254dc274dd28d8c6eea4a4b30c5cb12d3d27017b6d',
        },
    },
};

;// CONCATENATED MODULE: ./lib/adapters/node/tools.js






/** From the PATH first, because that is what the user runs; else from the offline folder, the cache or a download, verified. */
function nodeTools(settings, ports) {
    const provided = new Map();
    return {
        provide(tool, signal) {
            const known = provided.get(tool) ?? provide(tool, signal, settings, ports);
            provided.set(tool, known);
            known.catch(() => provided.delete(tool));
            return known;
        },
    };
}
/** Commands for which `kind` and `kubectl` are the provided ones, whatever the PATH says later. */
function commandsWithTools(commands, tools) {
    const resolve = async (program, signal) => program === 'kind' || program === 'kubectl' ? tools.provide(program, signal) : program;
    return {
        find: (program) => commands.find(program),
        run: async (program, args, options) => commands.run(await resolve(program, options.signal), args, options),
        async pipe(source, sinks, options) {
            const [first, ...rest] = await Promise.all([source, ...sinks].map(async (each) => ({ ...each, program: await resolve(each.program, options.signal) })));
            return commands.pipe(first ?? source, rest, options);
        },
    };
}
async function provide(tool, signal, settings, ports) {
    const wanted = settings.versions[tool];
    const onPath = wanted === undefined ? await ports.commands.find(tool) : undefined;
    if (onPath !== undefined)
        return onPath;
    const platform = settings.platform ?? `${process.platform}/${process.arch === 'x64' ? 'amd64' : process.arch}`;
    const pin = pinOf(tool, wanted, platform, settings.table ?? toolTable);
    const target = external_node_path_.join(settings.cache, `${tool}-${pin.version}-${pin.sha256.slice(0, 16)}`);
    const cached = await digestOf(target);
    if (cached === pin.sha256)
        return target;
    if (cached !== undefined)
        ports.log.warn(`${target} was changed after it was verified; it is fetched again`);
    await (0,promises_.rm)(target, { force: true });
    if (settings.offlineFolder !== undefined)
        return fromFolder(tool, settings.offlineFolder, platform, pin, target);
    const url = (settings.mirror?.replace(/\/+$/, '') ?? pin.host) + pin.path;
    ports.log.info(`downloading ${tool} ${pin.version} from ${url}`);
    await download({ url, sha256: pin.sha256, target }, { ...ports, signal, limits: settings.limits ?? defaultLimits });
    return target;
}
function pinOf(tool, wanted, platform, table) {
    const locked = table[tool];
    const parts = /^(v?\d+\.\d+\.\d+(?:-[\w.]+)?)(?:@sha256:([0-9a-f]{64}))?$/.exec(wanted ?? locked.version);
    if (parts === null)
        throw (0,domain_error/* invalidInput */.aY)([`${tool} version ${JSON.stringify(wanted)}`], 'Write it as v1.2.3 or v1.2.3@sha256:….');
    const version = `v${(parts[1] ?? '').replace(/^v/, '')}`;
    const sha256 = parts[2] ?? (version === locked.version ? locked.digests[platform] : undefined);
    if (sha256 === undefined)
        throw unlisted(tool, version, platform, locked);
    const [os = '', arch = ''] = platform.split('/');
    const file = locked.path.replaceAll('%v', version).replaceAll('%o', os).replaceAll('%a', arch);
    return { version, sha256, host: locked.host, path: file };
}
function unlisted(tool, version, platform, locked) {
    return new domain_error/* GateError */.ue('TOOL_UNTRUSTED', `no digest is known for ${tool} ${version} on ${platform}, so it is not downloaded`, {
        hint: `Install ${tool}, use ${locked.version}, or write ${version}@sha256:<its digest>.`,
    });
}
/** Copied before it is verified and run from the copy, so that it can not be exchanged in between. */
async function fromFolder(tool, folder, platform, pin, target) {
    const names = [tool, `${tool}-${platform.replace('/', '-')}`];
    await (0,promises_.mkdir)(external_node_path_.dirname(target), { recursive: true, mode: 0o700 });
    for (const name of names) {
        const found = await (0,promises_.copyFile)(external_node_path_.join(folder, name), target).then(() => true, () => false);
        if (!found)
            continue;
        const actual = await digestOf(target);
        if (actual === pin.sha256) {
            await (0,promises_.chmod)(target, 0o700);
            return target;
        }
        await (0,promises_.rm)(target, { force: true });
        throw new domain_error/* GateError */.ue('TOOL_UNTRUSTED', `${external_node_path_.join(folder, name)} is not ${tool} ${pin.version}: sha256 ${actual} instead of ${pin.sha256}`, {
            hint: `Put ${tool} ${pin.version} there, or write the version as ${pin.version}@sha256:${actual} if you trust it.`,
        });
    }
    throw new domain_error/* GateError */.ue('TOOL_MISSING', `${folder} holds neither ${names.join(' nor ')}`, {
        hint: `Put ${tool} ${pin.version} into the offline folder, or take the offline folder away.`,
    });
}

;// CONCATENATED MODULE: ./lib/domain/secret-forms.js
/**
 * The ways in which tools print a secret: encoders of JSON, YAML, shells, URLs, markup and base64, as kubectl, Helm, Go's
 * loggers and shells use them. Forms that only break or recolour the text (folding, wrapping, ANSI, upper case) need no
 * encoder: the redactor looks through them.
 */
const hex = (value, separator) => [...Buffer.from(value)].map((byte) => byte.toString(16).padStart(2, '0')).join(separator);
const json = (value) => JSON.stringify(value).slice(1, -1);
const unicode = (character) => `\\u${character.charCodeAt(0).toString(16).padStart(4, '0')}`;
const goJson = (value) => json(value).replace(/[<>&\u2028\u2029]/g, unicode);
const percent = (value) => hex(value, '%').replace(/^(?=.)/, '%');
const strictUri = (value) => encodeURIComponent(value.toWellFormed()).replace(/[!'()*]/g, (character) => `%${hex(character, '')}`);
const entity = (value) => value.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;');
const encoders = [
    (value) => value,
    json,
    (value) => json(json(value)),
    goJson,
    (value) => json(goJson(value)),
    (value) => json(value).replaceAll('/', '\\/'),
    (value) => json(value).replace(/[^\x20-\x7e]/g, unicode),
    (value) => value.replaceAll("'", "''"),
    (value) => value.replaceAll("'", "'\\''"),
    (value) => value.replaceAll("'", `'"'"'`),
    (value) => value.replaceAll('"', '""'),
    (value) => value.replaceAll('"', '\\"'),
    (value) => value.replace(/["\\$`]/g, '\\$&'),
    (value) => value.replace(/["`$]/g, '`$&'),
    (value) => value.replace(/[^\w@%+=:,./-]/g, '\\$&'),
    (value) => value.replaceAll('%', '%25').replaceAll('\r', '%0D').replaceAll('\n', '%0A'),
    (value) => encodeURIComponent(value.toWellFormed()),
    (value) => encodeURI(value.toWellFormed()),
    strictUri,
    (value) => encodeURIComponent(value.toWellFormed()).replaceAll('%20', '+'),
    (value) => strictUri(value).replaceAll('%20', '+'),
    (value) => encodeURIComponent(strictUri(value)),
    percent,
    entity,
    (value) => entity(value).replaceAll('"', '&quot;').replaceAll("'", '&#39;'),
    (value) => entity(value).replaceAll('"', '&#34;').replaceAll("'", '&#39;'),
    (value) => entity(value).replaceAll('"', '&quot;').replaceAll("'", '&apos;'),
    (value) => entity(value).replaceAll('"', '&quot;').replaceAll("'", '&#x27;'),
    (value) => hex(value, ''),
    (value) => hex(value, ':'),
    (value) => hex(value, '\\x').replace(/^(?=.)/, '\\x'),
];
const base64 = [
    (bytes) => bytes.toString('base64'),
    (bytes) => bytes.toString('base64url'),
];
/**
 * What of a value's base64 does not depend on what stands before and behind it, for each of the three places that it can
 * have in a larger text: `user:secret`, a URL, `.dockerconfigjson`, or a trailing line end.
 */
function base64Cores(value) {
    const bytes = Buffer.from(value);
    return [0, 1, 2].flatMap((before) => {
        const whole = Buffer.concat([Buffer.alloc(before), bytes]);
        const from = Math.ceil((before * 8) / 6);
        const to = Math.floor((whole.length * 8) / 6);
        return base64.map((encode) => encode(whole).slice(from, to));
    });
}
/** Every form, each once. Long values, such as keys and bundles, have only the forms in which they are met. */
function formsOf(value) {
    const isLong = value.length > 4_096;
    const plain = (isLong ? encoders.slice(0, 4) : encoders).map((encode) => encode(value));
    const once = base64Cores(value);
    const wide = isLong ? [] : base64Cores(Buffer.from(value, 'utf16le').toString('latin1'));
    const twice = isLong ? [] : base64Cores(Buffer.from(value).toString('base64')).concat(once.flatMap(base64Cores));
    return new Set([...plain, ...once, ...wide, ...twice].filter((form) => form !== ''));
}

;// CONCATENATED MODULE: ./lib/domain/secret-pieces.js
const shortestPiece = 6;
const deepest = 6;
/**
 * A secret and what it is made of: its lines, the leaves of a JSON document, the values of `key: value` and `KEY=value`
 * lines, the password of a URL, and what base64 in it decodes to.
 */
function piecesOf(secret) {
    const found = new Map();
    collect(secret, 0, found);
    return [...found.values()];
}
function collect(text, depth, found) {
    const trimmed = text.trim();
    if (trimmed.length < (depth === 0 ? 4 : shortestPiece) || found.has(trimmed) || isCommon(trimmed))
        return;
    const inner = depth < deepest ? [...leaves(trimmed), ...lines(trimmed), ...credentials(trimmed), ...decoded(trimmed)] : [];
    found.set(trimmed, { text: trimmed, opaque: inner.length === 0 && isOpaque(trimmed) });
    for (const each of inner)
        collect(each, depth + 1, found);
}
/** What hides nothing, because everybody has it: the outer lines of a PEM block, switches, ports. */
function isCommon(text) {
    return /^(?:-----(?:BEGIN|END) [A-Z ]+-----|\d{1,5}|true|false|null|none|root|test|prod|admin|default)$/i.test(text);
}
/** Random, as far as can be seen: digits among letters, or three kinds of characters; not a host name, path or sentence. */
function isOpaque(text) {
    if (/^[a-z]+(?:[._/ -][a-z0-9]+)*$/i.test(text) && !/\d.*[a-z].*\d/i.test(text))
        return false;
    if (/^[a-z0-9-]+(?:\.[a-z0-9-]+)+(?::\d+)?$/i.test(text) || text.includes('://'))
        return false;
    return [/[a-z]/, /[A-Z]/, /\d/, /[^A-Za-z0-9]/].filter((kind) => kind.test(text)).length >= 2 || text.length >= 20;
}
function leaves(text) {
    if (!/^[[{"]/.test(text))
        return [];
    try {
        return strings(JSON.parse(text));
    }
    catch {
        return [];
    }
}
function strings(value, depth = 0) {
    if (typeof value === 'string')
        return [value];
    if (typeof value !== 'object' || value === null || depth > 32)
        return [];
    return Object.values(value).flatMap((each) => strings(each, depth + 1));
}
function lines(text) {
    if (/^[[{]/.test(text))
        return [];
    const pair = /^(?:export\s+)?[\w.-]+(?:\s*[:=]\s+|=)(["']?)(.+)\1$/.exec(text);
    const value = text.includes('\n') ? [] : [pair?.[2] ?? ''];
    return [...value, ...(text.includes('\n') ? text.split(/\r\n|\n|\r/) : [])].filter((each) => each !== '');
}
/** `scheme://user:password@…`, and `user:password` as base64 of basic authentication decodes to. */
function credentials(text) {
    const url = /^[a-z][a-z0-9+.-]*:\/\/[^/\s:@]*:([^/\s]+)@/i.exec(text)?.[1];
    if (url === undefined)
        return [];
    try {
        return [url, decodeURIComponent(url)];
    }
    catch {
        return [url];
    }
}
function decoded(text) {
    if (!/^[A-Za-z0-9+/]{8,}={0,2}$/.test(text) || text.length % 4 !== 0)
        return [];
    const plain = Buffer.from(text, 'base64').toString('utf8');
    if (!/^[\t\n\r\x20-\x7e]{6,}$/.test(plain))
        return [];
    const password = /^[^:\s]+:(\S+)$/.exec(plain)?.[1];
    return password === undefined ? [plain] : [plain, password];
}

;// CONCATENATED MODULE: ./lib/domain/secret-stretches.js


/** Characters of an opaque form that give it away: no stretch of this length is printed. */
const gram = 10;
const shortest = 4;
/** What is skipped when text is compared: blanks, colours and cursor moves, and characters that are not seen. */
const noise = /(?:\x1b\[|\x9b)[0-?]*[ -/]*[@-~]?|[\s\0-\x1f\x7f-\x9f\p{Cf}\p{Default_Ignorable_Code_Point}]/gu;
/** Text as secrets are compared: without noise, in lower case. */
function viewOf(text) {
    const parts = [];
    const places = [];
    const take = (from, to) => {
        for (let at = from; at < to; at++) {
            const lower = (text[at] ?? '').toLowerCase();
            parts.push(lower.length === 1 ? lower : (text[at] ?? ''));
            places.push(at);
        }
    };
    let from = 0;
    for (const match of text.matchAll(noise)) {
        take(from, match.index);
        from = match.index + match[0].length;
    }
    take(from, text.length);
    return { text: parts.join(''), places };
}
/** The stretches of text that must not be printed. */
class Stretches {
    /** Those that are shorter than a gram, by their length. */
    #short = new Map();
    /** The others, by their first gram: each place of a text costs one look, however many secrets there are. */
    #long = new Map();
    get isEmpty() {
        return this.#short.size + this.#long.size === 0;
    }
    learn(secret) {
        for (const stretch of stretchesOf(secret)) {
            if (stretch.length < gram)
                put(this.#short, stretch.length, stretch);
            else
                put(this.#long, stretch.slice(0, gram), stretch);
        }
    }
    /** For each unit of a view, 1 where it belongs to a secret. */
    hiddenIn(text) {
        const hidden = new Uint8Array(text.length);
        for (let at = 0; at < text.length; at++) {
            for (const stretch of this.#long.get(text.slice(at, at + gram)) ?? []) {
                if (text.startsWith(stretch, at))
                    hidden.fill(1, at, at + stretch.length);
            }
            for (const [length, known] of this.#short) {
                if (known.has(text.slice(at, at + length)))
                    hidden.fill(1, at, at + length);
            }
        }
        return hidden;
    }
}
function put(map, key, stretch) {
    const known = map.get(key);
    if (known === undefined)
        map.set(key, new Set([stretch]));
    else
        known.add(stretch);
}
function* stretchesOf(secret) {
    for (const { text, opaque } of piecesOf(secret)) {
        const plain = viewOf(text).text;
        for (const form of formsOf(text)) {
            const seen = viewOf(form).text;
            const isEncoded = !plain.includes(seen) && !seen.includes(plain);
            const length = (opaque || isEncoded) && seen.length > gram ? gram : seen.length;
            if (length < (isEncoded ? Math.min(8, plain.length) : shortest))
                continue;
            for (let at = 0; at + length <= seen.length; at++) {
                const stretch = seen.slice(at, at + length);
                // A stretch of a plain piece that no encoding has touched, such as a host name in a URL, is not secret.
                if (opaque || length === seen.length || !plain.includes(stretch))
                    yield stretch;
            }
        }
    }
}

;// CONCATENATED MODULE: ./lib/domain/redactor.js

const redacted = '***';
/** What is secret whoever told it: keys, tokens, passwords in URLs, compressed base64 (Helm's releases), kubeconfig data. */
const wellKnown = [
    [/-----BEGIN [A-Z ]*PRIVATE KEY-----[\s\S]{0,20000}?(?:-----END [A-Z ]*PRIVATE KEY-----|$)/g, redacted],
    [/\b(gh[pousr]_|github_pat_|glpat-|xox[abpr]-|AKIA|hvs\.)[A-Za-z0-9_-]{12,}/g, redacted],
    [/\beyJ[A-Za-z0-9_-]{10,2000}\.[A-Za-z0-9_-]{10,}(?:\.[A-Za-z0-9_-]+)?/g, redacted],
    [/\b(?:H4sI|SDRzS)[A-Za-z0-9+/=_-]{16,}/g, redacted],
    [/([a-z][a-z0-9+.-]{1,30}:\/\/[^\s/:@"']{0,200}:)[^\s/@"']{1,500}(?=@)/gi, `$1${redacted}`],
    [/\b(Bearer|Basic)(\s+)[A-Za-z0-9+/=._~-]{8,}/gi, `$1$2${redacted}`],
    [/((?:client-key-data|client-certificate-data|token-data)["']?\s*:\s*["']?)[A-Za-z0-9+/=]{8,}/g, `$1${redacted}`],
    [/(last-applied-configuration["']?\s*[:=]\s*)\S[^\n]*/g, `$1${redacted}`],
];
/**
 * Secrets are looked for by stretches of ten characters in a view of the text without blanks, case and terminal escapes,
 * so that a form is found when it is cut, wrapped, folded, recoloured or stands in the middle of another encoding.
 * A value of less than four characters, or one such as `true` and `6379`, is not looked for: no text would be readable.
 */
function redactor(secrets) {
    const stretches = new Stretches();
    for (const secret of secrets)
        stretches.learn(secret);
    const redact = (text) => wellKnown.reduce((all, [pattern, mask]) => all.replace(pattern, mask), redactKnown(text, stretches));
    return { redact, learn: (secret) => stretches.learn(secret), stream: () => redactStream(redact) };
}
function redactKnown(text, stretches) {
    if (stretches.isEmpty || text === '')
        return text;
    const view = viewOf(text);
    return cover(text, view.places, stretches.hiddenIn(view.text));
}
/** Covers each hidden run, and what the view skipped inside of it, by one mark. */
function cover(text, places, hidden) {
    const parts = [];
    let from = 0;
    for (let at = 0; at < hidden.length; at++) {
        if (hidden[at] !== 1)
            continue;
        const start = at;
        while (hidden[at + 1] === 1)
            at++;
        parts.push(text.slice(from, places[start]), redacted);
        from = (places[at] ?? 0) + 1;
    }
    return parts.join('') + text.slice(from);
}
/** Text that is held back, so that a secret over two chunks is seen whole: longer than any form of a usual secret. */
const carry = 16_384;
function redactStream(redact) {
    let held = '';
    return {
        push(chunk) {
            held += chunk;
            if (held.length <= 2 * carry)
                return '';
            const [out, rest] = cutCleanly(held, redact);
            held = rest;
            return out;
        },
        end() {
            const rest = redact(held);
            held = '';
            return rest;
        },
    };
}
/** Cuts where both halves are redacted as the whole is, so that no secret lies over the cut; holds all back if there is no such place near. */
function cutCleanly(held, redact) {
    const whole = redact(held);
    for (let at = held.length - carry; at > held.length - 2 * carry && at > 0; at -= 509) {
        const out = redact(held.slice(0, at));
        if (out + redact(held.slice(at)) === whole)
            return [out, held.slice(at)];
    }
    return ['', held];
}

// EXTERNAL MODULE: ./lib/domain/run.js
var run = __webpack_require__(87633);
;// CONCATENATED MODULE: ./lib/entry/run-identity.js





/** Name of a run: on a runner derived from what `post` knows again; on a laptop by chance, kept in the journal. */
function runIdentity(env) {
    const { GITHUB_RUN_ID: id, GITHUB_RUN_ATTEMPT: attempt = '1', GITHUB_JOB: job = '', RUNNER_TEMP: place = '', SCALE_GATE_RUN_SALT: salt = '', } = env;
    if (id !== undefined && id !== '')
        return (0,run/* runName */.rt)(id, attempt, [job, place, salt].join('|'));
    return (0,run/* runName */.rt)(`local-${(0,external_node_crypto_.randomBytes)(4).toString('hex')}`, '1');
}
/** Folder for what is private to runs: the runner empties its own before and after a job. */
function scratchFolder({ RUNNER_TEMP: temp }) {
    return external_node_path_.join((0,external_node_fs_.realpathSync)(temp === undefined || temp === '' ? (0,external_node_os_.tmpdir)() : temp), 'scale-gate');
}

;// CONCATENATED MODULE: ./lib/entry/session.js










/** Variables whose values are secrets whoever set them. */
const tokens = /^(GITHUB_TOKEN|INPUT_TOKEN|INPUT_GITHUB-TOKEN|ACTIONS_RUNTIME_TOKEN|ACTIONS_ID_TOKEN_REQUEST_TOKEN)$/;
function openSession(env, run = runIdentity(env), wishes = {}) {
    const learned = Object.entries(env).flatMap(([name, value]) => tokens.test(name) && value !== undefined && value !== '' ? [value] : []);
    const secrets = redactor(learned);
    const scratch = scratchFolder(env);
    const clean = (line) => guardText(line, secrets);
    // Programs that we start need no token of ours.
    const inherited = Object.fromEntries(Object.entries(env).filter(([name]) => !tokens.test(name)));
    const commands = nodeCommands({ ...inherited, [process_remover/* runVariable */.MU]: run }, { redact: (text) => secrets.redact(text) });
    const tools = nodeTools({ cache: external_node_path_.join(scratch, 'tools'), ...toolSettings(env, wishes) }, { commands, clock: clock/* systemClock */.m, log: errorLog(clean) });
    return {
        run,
        scratch,
        tools: {
            commands: commandsWithTools(commands, tools),
            journal: fileJournal(journalFolder(env)),
            redactor: secrets,
        },
        clean,
    };
}
/** What happens outside of every stage goes beside the log of the stages. */
function errorLog(clean) {
    const print = (line) => void process.stderr.write(`${clean(line)}\n`);
    return { info: print, warn: print, progress: print, debug: () => undefined };
}
/** What is given wins over the environment, which also `post` and `cleanup` know. */
function toolSettings({ SCALE_GATE_TOOLS_FOLDER: usualFolder, SCALE_GATE_TOOLS_MIRROR: usualMirror }, { folder = usualFolder, mirror = usualMirror, kind, kubectl }) {
    return {
        versions: { ...(kind === undefined ? {} : { kind }), ...(kubectl === undefined ? {} : { kubectl }) },
        ...(folder === undefined || folder === '' ? {} : { offlineFolder: folder }),
        ...(mirror === undefined || mirror === '' ? {} : { mirror }),
    };
}
/** A folder is relative to that of the service, as every path of an option is. */
function toolWishes({ folder, ...rest }, service) {
    return { ...rest, ...(folder === undefined ? {} : { folder: external_node_path_.resolve(service, folder) }) };
}


/***/ }),

/***/ 13545:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  nY: () => (/* binding */ cleanUp),
  xg: () => (/* binding */ reap)
});

// UNUSED EXPORTS: teardown

;// CONCATENATED MODULE: ./lib/domain/owned.js
/** `type name`, as cleanup prints it. */
function describeOwned(owned) {
    switch (owned.type) {
        case 'path':
            return `path ${owned.path}`;
        case 'process':
            return `process ${owned.pid}`;
        default:
            return `${owned.type} ${owned.name}`;
    }
}

// EXTERNAL MODULE: ./lib/domain/run.js
var domain_run = __webpack_require__(87633);
;// CONCATENATED MODULE: ./lib/teardown.js


const attempts = 3;
/** Milliseconds that one attempt at one thing may take; deleting a cluster of several nodes takes some 10 s. */
const attemptMs = 60_000;
const backOffMs = 1_000;
/** How often it is looked for processes of a run before what is still there is somebody else's to end. */
const looks = 5;
/** A run of which nothing is left is remembered for so long: who looks for what it deleted looks soon. */
const forgetMs = 7 * 24 * 60 * 60 * 1000;
/**
 * Undoes what a run owns, last made first unmade. No failure keeps the rest from being deleted, and what was deleted is
 * struck out of the journal only when it was seen to be gone, so that a second teardown goes on where this one ended.
 */
async function teardown(entries, ports) {
    const deleted = [];
    const left = [];
    for (const { run, owned } of entries.toReversed()) {
        const reason = await removeSurely(owned, ports);
        if (reason !== undefined) {
            ports.log.warn(`left behind: ${describeOwned(owned)}: ${reason}`);
            left.push({ owned, reason });
            continue;
        }
        ports.log.info(`deleted ${describeOwned(owned)}`);
        deleted.push(owned);
        await ports.journal.release(run, owned).catch((error) => ports.log.warn(messageOf(error)));
    }
    return { deleted, left };
}
/**
 * Everything of one run: first its processes, which could still make things, then what the journal owns, then the
 * cluster that has the run's name, for the case that the journal was lost.
 */
async function cleanUp(run, ports) {
    const ended = await endStrays(run, ports);
    const at = new Date(ports.clock.now()).toISOString();
    const written = await orNothing(ports.journal.owned(run), ports.log);
    const isKnown = written.some(({ owned }) => owned.type === 'kind-cluster' && owned.name === run);
    const unwritten = isKnown ? [] : (await unwrittenCluster(run, ports)).map((owned) => ({ run, at, owned }));
    return sumOf([...ended, await teardown([...unwritten, ...written], ports)]);
}
/** Ends the processes of a run, the oldest first, until none is seen: each may have started another in its last moment. */
async function endStrays(run, ports) {
    const ended = [];
    for (let look = 0; look < looks && ended.every(({ left }) => left.length === 0); look++) {
        const strays = await orNothing(ports.strays.of(run), ports.log);
        if (strays.length === 0)
            break;
        const at = new Date(ports.clock.now()).toISOString();
        ended.push(await teardown(strays.toReversed().map((owned) => ({ run, at, owned })), ports));
    }
    return ended;
}
function sumOf(parts) {
    return { deleted: parts.flatMap(({ deleted }) => deleted), left: parts.flatMap(({ left }) => left) };
}
/**
 * The cluster that has the run's name, where nobody wrote it down and it is there all the same. A run that only judged
 * manifests made none, and its machine may have no engine that could be asked.
 */
async function unwrittenCluster(run, { removers, clock, log }) {
    if (!(0,domain_run/* isRunName */.lK)(run))
        return [];
    const cluster = { type: 'kind-cluster', name: run };
    try {
        return (await within(attemptMs, clock, (signal) => removers['kind-cluster'].isGone(cluster, signal)))
            ? []
            : [cluster];
    }
    catch (error) {
        log.debug(`whether there is a cluster ${run} that nobody wrote down can not be seen: ${messageOf(error)}`);
        return [];
    }
}
/**
 * What lost runners left on this host: everything owned by runs whose process is dead and whose last sign is older than
 * `ttlMs`. What no journal knows is not touched, whatever its name is, and neither is what a user asked to keep, unless
 * that is asked for. Runs of which nothing is left are forgotten in time; until then, what came about after it had been
 * deleted is deleted again.
 */
async function reap(ttlMs, ports, which = 'lost') {
    const { clock, journal } = ports;
    const results = [];
    const over = [];
    for (const { run, alive, lastWriteAt, kept } of await journal.runs()) {
        const ageMs = clock.now() - Date.parse(lastWriteAt);
        const isStale = !alive && ageMs > ttlMs && (!kept || which === 'kept too');
        const isEmpty = (await journal.owned(run)).length === 0;
        if (isEmpty && !alive && ageMs > forgetMs)
            await journal.forget(run).catch(() => undefined);
        else if (isEmpty && !alive)
            over.push(run);
        if (!isStale || isEmpty)
            continue;
        ports.log.info(`reaping ${run}: its process is gone and it was last heard of at ${lastWriteAt}`);
        results.push(await cleanUp(run, ports));
    }
    return sumOf([...results, ...(await reapLate(over, ports))]);
}
/**
 * Clusters of runs that were cleaned up: an engine that is busy may carry out what it was told long after whoever told it
 * was killed. Only names that are nobody's but a run's, and only while nothing of that run is owned again.
 */
async function reapLate(over, ports) {
    const runs = over.filter(domain_run/* isRunName */.lK);
    if (runs.length === 0)
        return [];
    const seen = await orNothing(ports.strays.clusters(), ports.log);
    const results = [];
    for (const run of runs.filter((name) => seen.includes(name))) {
        if ((await ports.journal.owned(run)).length > 0)
            continue;
        ports.log.info(`reaping ${run}: its cluster came about after it had been deleted`);
        results.push(await cleanUp(run, ports));
    }
    return results;
}
/** A source of knowledge that fails must not keep the others from being used. */
async function orNothing(items, log) {
    return items.catch((error) => {
        log.warn(messageOf(error));
        return [];
    });
}
/** Undefined when it is gone; else why it is not. */
async function removeSurely(owned, ports) {
    const remover = ports.removers[owned.type];
    let reason = 'not tried';
    for (let attempt = 1; attempt <= attempts; attempt++) {
        try {
            if (await within(attemptMs, ports.clock, (signal) => removeOnce(remover, owned, signal)))
                return undefined;
            reason = 'still there after it was deleted';
        }
        catch (error) {
            reason = messageOf(error);
        }
        if (attempt < attempts)
            await ports.clock.sleep(backOffMs * attempt);
    }
    return `${reason} (${attempts} attempts)`;
}
async function removeOnce(remover, owned, signal) {
    await remover.remove(owned, signal);
    return remover.isGone(owned, signal);
}
async function within(ms, clock, act) {
    const late = new AbortController();
    const done = new AbortController();
    const timer = clock.sleep(ms, done.signal).then(() => {
        late.abort();
        throw new Error(`no end after ${ms / 1000} s`);
    });
    try {
        return await Promise.race([act(late.signal), timer]);
    }
    finally {
        done.abort();
        timer.catch(() => undefined);
    }
}
function messageOf(error) {
    return error instanceof Error ? error.message : String(error);
}


/***/ })

};
