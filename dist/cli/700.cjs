"use strict";
exports.id = 700;
exports.ids = [700];
exports.modules = {

/***/ 7700:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

// ESM COMPAT FLAG
__webpack_require__.r(__webpack_exports__);

// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  lintCommand: () => (/* binding */ lintCommand)
});

// EXTERNAL MODULE: external "node:fs"
var external_node_fs_ = __webpack_require__(3024);
// EXTERNAL MODULE: ./lib/domain/foreign-text.js
var foreign_text = __webpack_require__(8702);
// EXTERNAL MODULE: ./lib/domain/verdict.js
var verdict = __webpack_require__(5141);
// EXTERNAL MODULE: ./lib/entry/config-file.js
var config_file = __webpack_require__(5827);
// EXTERNAL MODULE: ./lib/entry/inputs/usual.js
var usual = __webpack_require__(2574);
// EXTERNAL MODULE: ./lib/entry/lint-only.js + 1 modules
var lint_only = __webpack_require__(1718);
// EXTERNAL MODULE: ./lib/entry/named-paths.js
var named_paths = __webpack_require__(716);
// EXTERNAL MODULE: ./lib/entry/specs.js
var specs = __webpack_require__(3648);
// EXTERNAL MODULE: ./lib/entry/territories.js
var territories = __webpack_require__(5458);
// EXTERNAL MODULE: ./lib/domain/location.js
var domain_location = __webpack_require__(9525);
;// CONCATENATED MODULE: ./lib/entry/cli/findings.js


const styles = { error: '31', warning: '33', note: '2' };
/** What many findings share is looked at once: names of files, and what to do. */
class Shared {
    #clean = new Map();
    #harmless = new Map();
    line(text) {
        const known = this.#clean.get(text);
        if (known !== undefined)
            return known;
        const clean = (0,foreign_text/* sanitiseLine */.lg)(text);
        this.#clean.set(text, clean);
        return clean;
    }
    place(at) {
        let harmless = this.#harmless.get(at.file);
        if (harmless === undefined) {
            // With a place behind it: the file `:` is harmless, and `::1:1` a command of the runner.
            const sample = `${at.file}:1:1`;
            harmless = (0,foreign_text/* sanitiseLine */.lg)(sample) === sample;
            this.#harmless.set(at.file, harmless);
        }
        return harmless ? (0,domain_location/* describeLocation */.l)(at) : (0,foreign_text/* sanitiseLine */.lg)((0,domain_location/* describeLocation */.l)(at));
    }
}
/** Findings as people read them in a terminal, and as editors find the place in it. */
function findingsText(diagnostics, durationMs, color) {
    const style = (code, text) => (color ? `\u001b[${code}m${text}\u001b[0m` : text);
    const count = { error: 0, warning: 0, note: 0 };
    const shared = new Shared();
    const lines = [];
    for (const { at, severity, rule, message, remediation, related } of diagnostics) {
        count[severity]++;
        lines.push(`${shared.place(at)}: ${style(styles[severity], severity)}: ${(0,foreign_text/* sanitiseLine */.lg)(message)} [${rule}]`);
        for (const hop of related)
            lines.push(`    ${shared.place(hop.at)}: ${(0,foreign_text/* sanitiseLine */.lg)(hop.message)}`);
        if (severity !== 'note')
            lines.push(`    what to do: ${shared.line(remediation)}`);
    }
    lines.push(`${count.error} errors, ${count.warning} warnings, ${count.note} notes in ${durationMs} ms`, '');
    return lines.join('\n');
}

;// CONCATENATED MODULE: ./lib/stages/lint/fix.js
function offsetsOf(text) {
    const starts = [0];
    for (let index = text.indexOf('\n'); index >= 0; index = text.indexOf('\n', index + 1))
        starts.push(index + 1);
    return ({ line, column }) => Math.min(text.length, (starts[line - 1] ?? text.length) + column - 1);
}
const editOf = (at, text, offset) => {
    return { start: offset(at.start), end: offset(at.end), text };
};
/** The text of a file with the fixes of its findings in it. A fix is applied whole or not at all. */
function fixed(file, text, diagnostics) {
    const offset = offsetsOf(text);
    const taken = [];
    let left = 0;
    let applied = 0;
    for (const { fix } of diagnostics) {
        const edits = fix?.edits.filter(({ at }) => at.file === file).map((one) => editOf(one.at, one.text, offset)) ?? [];
        if (edits.length === 0)
            continue;
        const free = edits.every((edit) => taken.every((other) => edit.end <= other.start || edit.start >= other.end));
        if (free) {
            taken.push(...edits);
            applied++;
        }
        else
            left++;
    }
    const result = taken
        .toSorted((a, b) => b.start - a.start)
        .reduce((whole, { start, end, text: to }) => whole.slice(0, start) + to + whole.slice(end), text);
    return { text: result, applied, left };
}

;// CONCATENATED MODULE: ./lib/entry/cli/mending.js


function isFile(file) {
    return (0,external_node_fs_.statSync)(file, { throwIfNoEntry: false })?.isFile() ?? false;
}
/** Writes the fixes of findings into their files; standard input and rendered text are left alone. */
function mend(diagnostics) {
    const files = new Set(diagnostics.flatMap(({ fix }) => fix?.edits.map(({ at }) => at.file) ?? []));
    const results = [...files].filter(isFile).map((file) => {
        const text = (0,external_node_fs_.readFileSync)(file, 'utf8');
        const result = fixed(file, text, diagnostics);
        if (result.text !== text)
            (0,external_node_fs_.writeFileSync)(file, result.text);
        return { file, ...result };
    });
    return {
        applied: results.reduce((sum, { applied }) => sum + applied, 0),
        lines: results.map(({ file, applied, left }) => `mended ${file}: ${applied} findings${left > 0 ? `, ${left} left` : ''}`),
    };
}

;// CONCATENATED MODULE: ./lib/entry/cli/lint.js











/** Paths from which on it is worth the time to load what tells V8 to be sparing. */
const many = 400;
/** `scale-gate lint [PATHS\u2026]`: findings to standard output; exit 1 where one is a reject. */
async function lintCommand(asked) {
    const { operands, own } = asked;
    const folder = onlyFolder(operands);
    const spec = await specOf(asked, folder);
    const paths = folder === undefined ? { paths: operands } : {};
    const asking = { spec, folder: folder ?? '.', given: asked.given };
    const checkout = (0,named_paths/* boundaryOf */.iH)(asking, (0,territories/* shellTerritory */.bj)(asking.folder));
    // Files and patterns that are typed may be anywhere.
    const boundary = folder === undefined ? undefined : checkout;
    const asStage = {
        ...(0,specs/* lintSpec */.FP)(folder === undefined ? { ...spec, manifests: ['-'] } : spec, folder ?? '.', spec.namespace ?? 'default'),
        ...paths,
    };
    if (asStage.paths.length >= many)
        (await __webpack_require__.e(/* import() */ 971).then(__webpack_require__.bind(__webpack_require__, 3971))).sparingly();
    const judge = () => (0,lint_only/* lintOnly */.E)(asStage, spec.service ?? folder ?? 'input', new AbortController().signal, boundary);
    const run = own['fix'] === true ? await mended(judge) : await judge();
    process.stdout.write(await rendered(String(own['format'] ?? 'text'), run));
    return verdict/* exitCodes */.hS[run.decision];
}
/** Where nobody said anything, what reads configuration and flags is not loaded. */
async function specOf({ given, config: named }, folder) {
    const config = (0,config_file/* configFile */.Z)(folder ?? '.', named);
    if (config === undefined && Object.keys(given).length === 0)
        return (0,usual/* usualSpec */.C)();
    const { parseOptions } = await Promise.all(/* import() */[__webpack_require__.e(815), __webpack_require__.e(292)]).then(__webpack_require__.bind(__webpack_require__, 6292));
    return parseOptions({ ...(config === undefined ? {} : { config }), given, label: (name) => `--${name}` });
}
/** The API server tells the first wrong type of an object alone, and so do we: the next is seen when it is mended. */
const mostPasses = 50;
/** Judged again after the files were mended; what was done goes to standard error, beside the findings that are left. */
async function mended(judge) {
    let run = await judge();
    for (let pass = 0; pass < mostPasses; pass++) {
        const { lines, applied } = mend(run.output.diagnostics);
        for (const line of lines)
            process.stderr.write(`${(0,foreign_text/* sanitiseLine */.lg)(line)}\n`);
        if (applied === 0)
            break;
        run = await judge();
    }
    return run;
}
/** The folder of a service, whose own configuration says where its manifests are; undefined for files and globs. */
function onlyFolder(operands) {
    const [first = '.', second] = operands;
    if (second !== undefined || first === '-')
        return undefined;
    return !(0,external_node_fs_.existsSync)(first) || (0,external_node_fs_.statSync)(first).isDirectory() ? (/[*?{[]/.test(first) ? undefined : first) : undefined;
}
function isColored() {
    return process.stdout.isTTY && process.env['NO_COLOR'] === undefined;
}
async function rendered(format, run) {
    switch (format) {
        case 'json':
            return (await __webpack_require__.e(/* import() */ 689).then(__webpack_require__.bind(__webpack_require__, 2689))).renderJson(run.report);
        case 'sarif':
            return (await __webpack_require__.e(/* import() */ 822).then(__webpack_require__.bind(__webpack_require__, 3822))).renderSarif(run.report);
        case 'junit':
            return (await __webpack_require__.e(/* import() */ 523).then(__webpack_require__.bind(__webpack_require__, 7523))).renderJunit(run.report);
        case 'github':
            return workflowCommands((await __webpack_require__.e(/* import() */ 425).then(__webpack_require__.bind(__webpack_require__, 1425))).annotationsOf(run.report));
        default:
            return findingsText(run.output.diagnostics, run.durationMs, isColored());
    }
}
/** Annotations as the runner reads them from a step's output. */
function workflowCommands(annotations) {
    const value = (text) => text.replaceAll('%', '%25').replaceAll('\r', '%0D').replaceAll('\n', '%0A');
    const property = (text) => value(text).replaceAll(':', '%3A').replaceAll(',', '%2C');
    return annotations
        .map(({ level, title, message, file, startLine, startColumn, endLine, endColumn }) => {
        const properties = { title, file, line: startLine, col: startColumn, endLine, endColumn };
        const given = Object.entries(properties).flatMap(([key, one]) => one === undefined ? [] : [`${key}=${property(String(one))}`]);
        return `::${level} ${given.join(',')}::${value(message)}\n`;
    })
        .join('');
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