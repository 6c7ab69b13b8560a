"use strict";
exports.id = 822;
exports.ids = [822];
exports.modules = {

/***/ 8317:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   F0: () => (/* binding */ redisDataOf),
/* harmony export */   IR: () => (/* binding */ passedOf),
/* harmony export */   Ku: () => (/* binding */ firstOf),
/* harmony export */   W4: () => (/* binding */ outlineOf),
/* harmony export */   WX: () => (/* binding */ findingsOf),
/* harmony export */   dg: () => (/* binding */ lintDataOf),
/* harmony export */   h$: () => (/* binding */ notesOf),
/* harmony export */   oP: () => (/* binding */ loadDataOf),
/* harmony export */   rf: () => (/* binding */ signs),
/* harmony export */   vg: () => (/* binding */ spoken)
/* harmony export */ });
/* harmony import */ var _domain_report_data_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(1657);
/* harmony import */ var _domain_requirement_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(811);
/* harmony import */ var _domain_verdict_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(5141);



const unknown = { verdict: 'inconclusive' };
const rank = { fail: 0, inconclusive: 1, pass: 2 };
/** All evidence of a run, worst first, else in the order in which it was found. */
function findingsOf(report) {
    return report.stages
        .flatMap(({ stage, evidence }) => evidence.map((one) => ({ ...one, stage })))
        .toSorted((a, b) => rank[a.verdict] - rank[b.verdict]);
}
/**
 * The six requirements in their order; each is there, also where nothing was found out. Where a stage could not do its
 * work, or was not reached, what the others saw is no pass yet.
 */
function outlineOf(report) {
    const findings = findingsOf(report);
    const whole = report.skipped.length === 0 && report.stages.every(({ error }) => error === undefined);
    return _domain_requirement_js__WEBPACK_IMPORTED_MODULE_0__/* .requirements */ .L.map(({ id, title }) => {
        const own = findings.filter(({ requirement }) => requirement === id);
        return {
            id,
            title,
            verdict: (0,_domain_verdict_js__WEBPACK_IMPORTED_MODULE_1__/* .worst */ .QZ)([...own, ...(whole ? [] : [unknown])].map(({ verdict }) => verdict)),
            findings: own,
        };
    });
}
/** Notes of one kind, of all stages, each said once. */
function notesOf(report, kind) {
    const texts = report.stages.flatMap(({ notes }) => notes.filter((note) => note.kind === kind).map(({ text }) => text));
    return [...new Set(texts)];
}
function passedOf(findings) {
    if (findings.length === 0)
        return 'no evidence';
    return `${findings.filter(({ verdict }) => verdict === 'pass').length} of ${findings.length}`;
}
const dataOf = (stages, is) => stages.map(({ data }) => data).find((data) => is(data));
function lintDataOf({ stages }) {
    return dataOf(stages, _domain_report_data_js__WEBPACK_IMPORTED_MODULE_2__/* .isLintData */ .A$);
}
function redisDataOf({ stages }) {
    return dataOf(stages, _domain_report_data_js__WEBPACK_IMPORTED_MODULE_2__/* .isRedisData */ .Sm);
}
function loadDataOf({ stages }) {
    return dataOf(stages, _domain_report_data_js__WEBPACK_IMPORTED_MODULE_2__/* .isLoadData */ .No);
}
/** `0.2 s`, `41 s`, `3 min 12 s` */
function spoken(ms) {
    const seconds = ms / 1000;
    if (seconds < 10)
        return `${seconds.toFixed(1)} s`;
    const whole = Math.round(seconds);
    return whole < 60 ? `${whole} s` : `${Math.floor(whole / 60)} min ${whole % 60} s`;
}
/** A sign for each verdict and decision; words stand beside it, for those who do not see it. */
const signs = {
    pass: '\u2713',
    fail: '\u2717',
    inconclusive: '?',
    promote: '\u2713',
    reject: '\u2717',
};
/** At most `limit` rows, and how many were left out. */
function firstOf(rows, limit) {
    return { shown: rows.slice(0, limit), left: Math.max(0, rows.length - limit) };
}


/***/ }),

/***/ 3822:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

__webpack_require__.r(__webpack_exports__);
/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   renderSarif: () => (/* binding */ renderSarif)
/* harmony export */ });
/* harmony import */ var _outline_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(8317);

/** GitHub takes at most this many results of a run; the worst come first. */
const resultLimit = 5000;
const levels = { error: 'error', warning: 'warning', note: 'note' };
/** SARIF 2.1.0 of what lint found; a run without findings is a run with no results, which closes old alerts. */
function renderSarif(report) {
    const diagnostics = ((0,_outline_js__WEBPACK_IMPORTED_MODULE_0__/* .lintDataOf */ .dg)(report)?.diagnostics ?? []).slice(0, resultLimit);
    const rules = [...new Set(diagnostics.map(({ rule }) => rule))].sort();
    const log = {
        $schema: 'https://json.schemastore.org/sarif-2.1.0.json',
        version: '2.1.0',
        runs: [
            {
                tool: {
                    driver: {
                        name: 'Scale Gate',
                        version: report.version,
                        rules: rules.map((id) => ruleOf(id, diagnostics)),
                    },
                },
                automationDetails: { id: `scale-gate/${report.service}` },
                columnKind: 'utf16CodeUnits',
                results: diagnostics.map((diagnostic) => resultOf(diagnostic, rules)),
            },
        ],
    };
    return `${JSON.stringify(log, null, 2)}\n`;
}
function ruleOf(id, diagnostics) {
    const sample = diagnostics.find(({ rule }) => rule === id);
    return {
        id,
        name: id,
        shortDescription: { text: id.replaceAll('-', ' ') },
        help: { text: sample?.remediation ?? '' },
        defaultConfiguration: { level: levels[sample?.severity ?? 'warning'] },
        properties: { tags: ['kubernetes', sample?.requirement ?? 'containers'] },
    };
}
function resultOf(diagnostic, rules) {
    const { rule, severity, message, remediation, at, related, fingerprint, object, fix } = diagnostic;
    return {
        ruleId: rule,
        ruleIndex: rules.indexOf(rule),
        level: levels[severity],
        message: { text: `${message}\n${remediation}` },
        locations: [{ ...locationOf(at), logicalLocations: [{ fullyQualifiedName: object, kind: 'resource' }] }],
        relatedLocations: related.slice(0, 100).map(({ message: text, at: place }, i) => ({
            id: i + 1,
            ...locationOf(place),
            message: { text },
        })),
        // Not GitHub's own `primaryLocationLineHash`: that one would be computed anew from the lines.
        partialFingerprints: { 'scaleGate/v1': fingerprint },
        ...(fix === undefined ? {} : { fixes: [fixOf(fix)] }),
    };
}
function fixOf({ description, edits }) {
    const files = [...new Set(edits.map(({ at }) => at.file))];
    return {
        description: { text: description },
        artifactChanges: files.map((file) => ({
            artifactLocation: { uri: uriOf(file) },
            replacements: edits
                .filter(({ at }) => at.file === file)
                .map(({ at, text }) => ({ deletedRegion: regionOf(at), insertedContent: { text } })),
        })),
    };
}
function locationOf(at) {
    return { physicalLocation: { artifactLocation: { uri: uriOf(at.file) }, region: regionOf(at) } };
}
function regionOf({ start, end }) {
    return { startLine: start.line, startColumn: start.column, endLine: end.line, endColumn: end.column };
}
/** Relative to the root of the repository, as GitHub resolves it. */
function uriOf(file) {
    return file.replace(/^\.\//, '').split('/').map(encodeURIComponent).join('/');
}


/***/ })

};
;