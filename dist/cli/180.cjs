"use strict";
exports.id = 180;
exports.ids = [180];
exports.modules = {

/***/ 8180:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

// ESM COMPAT FLAG
__webpack_require__.r(__webpack_exports__);

// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  nodeCommands: () => (/* binding */ nodeCommands)
});

// EXTERNAL MODULE: external "node:fs/promises"
var promises_ = __webpack_require__(1455);
// EXTERNAL MODULE: external "node:stream"
var external_node_stream_ = __webpack_require__(7075);
// EXTERNAL MODULE: ./node_modules/execa/index.js + 136 modules
var execa = __webpack_require__(2499);
// EXTERNAL MODULE: ./lib/domain/error.js
var error = __webpack_require__(9342);
;// CONCATENATED MODULE: ./lib/adapters/node/command-line.js
/** As a person would paste it into a POSIX shell. */
function commandLine(program, args) {
    return [program, ...args].map(quoted).join(' ');
}
function quoted(arg) {
    return /^[\w@%+=:,./-]+$/.test(arg) ? arg : `'${arg.replaceAll("'", "'\\''")}'`;
}

// EXTERNAL MODULE: external "node:string_decoder"
var external_node_string_decoder_ = __webpack_require__(6193);
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
        text: () => kept.join('') + (size > capBytes ? `\n[\u2026 ${size - capBytes} characters cut]\n` : ''),
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
var external_node_fs_ = __webpack_require__(3024);
// EXTERNAL MODULE: external "node:path"
var external_node_path_ = __webpack_require__(6760);
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
        return new error/* GateError */.ue(code, `${what}: ${command}`, { hint, facts: { command, lastLines: redact(tail.join('\n')) } });
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


/***/ })

};
;