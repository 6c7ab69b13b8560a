export const id = 462;
export const ids = [462];
export const modules = {

/***/ 8702:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   lg: () => (/* binding */ sanitiseLine),
/* harmony export */   tB: () => (/* binding */ sanitise)
/* harmony export */ });
/* unused harmony exports defaultCaps, sanitisePhrase */
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
    const visible = line.replace(escapes, '').replace(invisibles, '').toWellFormed();
    const cut = visible.length > cap ? `${visible.slice(0, cap).toWellFormed()} [… ${visible.length - cap} cut]` : visible;
    const quiet = cut.replace(commandAnywhere, '##\\[');
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

/***/ 462:
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
// EXTERNAL MODULE: ./lib/domain/location.js
var domain_location = __webpack_require__(9525);
// EXTERNAL MODULE: ./lib/domain/verdict.js
var verdict = __webpack_require__(5141);
// EXTERNAL MODULE: ./lib/entry/config-file.js
var config_file = __webpack_require__(5827);
// EXTERNAL MODULE: ./lib/entry/inputs/parse.js + 11 modules
var parse = __webpack_require__(3982);
// EXTERNAL MODULE: ./lib/entry/lint-only.js
var lint_only = __webpack_require__(5890);
// EXTERNAL MODULE: ./lib/entry/specs.js + 2 modules
var specs = __webpack_require__(5620);
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









const styles = { error: '31', warning: '33', note: '2' };
/** `scale-gate lint [PATHS…]`: findings to standard output; exit 1 where one is a reject. */
async function lintCommand(asked) {
    const { operands, own } = asked;
    const folder = onlyFolder(operands);
    const config = (0,config_file/* configFile */.Z)(folder ?? '.', asked.config);
    const spec = (0,parse/* parseOptions */.A)({
        ...(config === undefined ? {} : { config }),
        given: asked.given,
        label: (name) => `--${name}`,
    });
    const paths = folder === undefined ? { paths: operands } : {};
    const asStage = {
        ...(0,specs/* lintSpec */.FP)(folder === undefined ? { ...spec, manifests: ['-'] } : spec, folder ?? '.', spec.namespace ?? 'default'),
        ...paths,
    };
    const judge = () => (0,lint_only/* lintOnly */.E)(asStage, spec.service ?? folder ?? 'input', new AbortController().signal);
    const { report, output } = own['fix'] === true ? await mended(judge) : await judge();
    process.stdout.write(await rendered(String(own['format'] ?? 'text'), report, output.diagnostics));
    return verdict/* exitCodes */.hS[report.decision];
}
/** Judged again after the files were mended; what was done goes to standard error, beside the findings that are left. */
async function mended(judge) {
    const before = await judge();
    const { lines, applied } = mend(before.output.diagnostics);
    for (const line of lines)
        process.stderr.write(`${(0,foreign_text/* sanitiseLine */.lg)(line)}\n`);
    return applied > 0 ? judge() : before;
}
/** The folder of a service, whose own configuration says where its manifests are; undefined for files and globs. */
function onlyFolder(operands) {
    const [first = '.', second] = operands;
    if (second !== undefined || first === '-')
        return undefined;
    return !(0,external_node_fs_.existsSync)(first) || (0,external_node_fs_.statSync)(first).isDirectory() ? (/[*?{[]/.test(first) ? undefined : first) : undefined;
}
async function rendered(format, report, diagnostics) {
    switch (format) {
        case 'json':
            return (await __webpack_require__.e(/* import() */ 689).then(__webpack_require__.bind(__webpack_require__, 2689))).renderJson(report);
        case 'sarif':
            return (await __webpack_require__.e(/* import() */ 822).then(__webpack_require__.bind(__webpack_require__, 3822))).renderSarif(report);
        case 'junit':
            return (await __webpack_require__.e(/* import() */ 523).then(__webpack_require__.bind(__webpack_require__, 7523))).renderJunit(report);
        case 'github':
            return workflowCommands((await __webpack_require__.e(/* import() */ 425).then(__webpack_require__.bind(__webpack_require__, 1425))).annotationsOf(report));
        default:
            return findings(diagnostics, report);
    }
}
function findings(diagnostics, report) {
    const color = process.stdout.isTTY && process.env['NO_COLOR'] === undefined;
    const style = (code, text) => (color ? `\u001b[${code}m${text}\u001b[0m` : text);
    const lines = diagnostics.flatMap(({ at, severity, rule, message, remediation, related }) => [
        `${(0,foreign_text/* sanitiseLine */.lg)((0,domain_location/* describeLocation */.l)(at))}: ${style(styles[severity], severity)}: ${(0,foreign_text/* sanitiseLine */.lg)(message)} [${rule}]`,
        ...related.map((hop) => `    ${(0,foreign_text/* sanitiseLine */.lg)((0,domain_location/* describeLocation */.l)(hop.at))}: ${(0,foreign_text/* sanitiseLine */.lg)(hop.message)}`),
        ...(severity === 'note' ? [] : [`    what to do: ${(0,foreign_text/* sanitiseLine */.lg)(remediation)}`]),
    ]);
    const count = (severity) => diagnostics.filter((one) => one.severity === severity).length;
    const tail = `${count('error')} errors, ${count('warning')} warnings, ${count('note')} notes in ${report.durationMs} ms`;
    return `${[...lines, tail].join('\n')}\n`;
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

/***/ 5890:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   E: () => (/* binding */ lintOnly)
/* harmony export */ });
/* harmony import */ var node_path__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(6760);
/* harmony import */ var _adapters_node_clock_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(4643);
/* harmony import */ var _adapters_node_commands_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(8180);
/* harmony import */ var _domain_reason_js__WEBPACK_IMPORTED_MODULE_9__ = __webpack_require__(2390);
/* harmony import */ var _domain_report_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(9012);
/* harmony import */ var _domain_stage_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(5234);
/* harmony import */ var _manifests_service_facts_js__WEBPACK_IMPORTED_MODULE_5__ = __webpack_require__(6075);
/* harmony import */ var _stages_lint_lint_js__WEBPACK_IMPORTED_MODULE_6__ = __webpack_require__(3961);
/* harmony import */ var _lint_ports_js__WEBPACK_IMPORTED_MODULE_7__ = __webpack_require__(9031);
/* harmony import */ var _version_js__WEBPACK_IMPORTED_MODULE_8__ = __webpack_require__(7136);










/** The lint stage alone, with nothing of a cluster loaded: what an editor, a hook or `plan` waits for. */
async function lintOnly(spec, service, signal) {
    const [startedAt, begun] = [new Date(_adapters_node_clock_js__WEBPACK_IMPORTED_MODULE_1__/* .systemClock */ .m.now()).toISOString(), _adapters_node_clock_js__WEBPACK_IMPORTED_MODULE_1__/* .systemClock */ .m.monotonic()];
    const stage = (0,_stages_lint_lint_js__WEBPACK_IMPORTED_MODULE_6__/* .lintStage */ .I)((0,_lint_ports_js__WEBPACK_IMPORTED_MODULE_7__/* .lintPorts */ .m)((0,_adapters_node_commands_js__WEBPACK_IMPORTED_MODULE_2__/* .nodeCommands */ .T)(process.env), service, spec.namespace));
    const { evidence, notes = [], output } = await stage.run(spec, { signal, own: async () => undefined });
    const durationMs = Math.round(_adapters_node_clock_js__WEBPACK_IMPORTED_MODULE_1__/* .systemClock */ .m.monotonic() - begun);
    const stages = [
        {
            stage: 'lint',
            verdict: (0,_domain_stage_js__WEBPACK_IMPORTED_MODULE_4__/* .verdictOf */ .V)(evidence),
            evidence,
            notes,
            startedAt,
            durationMs,
            data: { diagnostics: output.diagnostics },
        },
    ];
    const decision = (0,_domain_report_js__WEBPACK_IMPORTED_MODULE_3__/* .decide */ .L)(stages, ['lint']);
    const report = {
        schema: 'scale-gate/report-v1',
        version: _version_js__WEBPACK_IMPORTED_MODULE_8__/* .packageVersion */ .T,
        run: 'lint',
        service: node_path__WEBPACK_IMPORTED_MODULE_0__.basename(node_path__WEBPACK_IMPORTED_MODULE_0__.resolve(service)),
        subject: { commit: 'unknown', manifests: (0,_manifests_service_facts_js__WEBPACK_IMPORTED_MODULE_5__/* .manifestsDigest */ .n)(output.manifests), images: {} },
        stages,
        skipped: [],
        decision,
        reason: (0,_domain_reason_js__WEBPACK_IMPORTED_MODULE_9__/* .reasonOf */ .A)({ stages, skipped: [], decision }),
        startedAt,
        durationMs,
    };
    return { report, output };
}


/***/ })

};
