"use strict";
exports.id = 425;
exports.ids = [425];
exports.modules = {

/***/ 1425:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

__webpack_require__.r(__webpack_exports__);
/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   annotationLimit: () => (/* binding */ annotationLimit),
/* harmony export */   annotationsOf: () => (/* binding */ annotationsOf)
/* harmony export */ });
/* harmony import */ var _outline_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(8317);

/** What a runner shows of each level for one step; further ones are lost without a word. */
const annotationLimit = 10;
const levels = ['error', 'warning', 'notice'];
/**
 * The annotations that fit: worst first, one for each rule before any rule has its second, and the last of a full
 * level says how many were left out.
 */
function annotationsOf(report) {
    const all = [...runAnnotations(report), ...spread((0,_outline_js__WEBPACK_IMPORTED_MODULE_0__/* .lintDataOf */ .dg)(report)?.diagnostics ?? []).map(annotationOf)];
    return levels.flatMap((level) => limited(all.filter((one) => one.level === level)));
}
function limited(annotations) {
    const [first] = annotations;
    if (first === undefined || annotations.length <= annotationLimit)
        return annotations;
    const kept = annotations.slice(0, annotationLimit - 1);
    const left = annotations.length - kept.length;
    const rest = {
        level: first.level,
        title: `${left} more`,
        message: `${left} more of this kind are in the job summary`,
    };
    return [...kept, rest];
}
/** What a run says without a place in a file: the decision's reasons. Lint has its places and is not said twice. */
function runAnnotations(report) {
    const errors = report.stages.flatMap(({ stage, error }) => error === undefined
        ? []
        : [{ level: 'error', title: `${stage}: ${error.code}`, message: `${error.message}\n${error.hint}` }]);
    const failures = (0,_outline_js__WEBPACK_IMPORTED_MODULE_0__/* .findingsOf */ .WX)(report)
        .filter(({ verdict, stage }) => verdict !== 'pass' && stage !== 'lint')
        .map(({ verdict, stage, claim, observed, remedy }) => ({
        level: verdict === 'fail' ? 'error' : 'warning',
        title: `${stage}: ${claim}`,
        message: remedy === undefined ? observed : `${observed}\n${remedy}`,
    }));
    return [...errors, ...failures];
}
/** First each rule's first finding, then each rule's second, and so on. */
function spread(diagnostics) {
    const seen = new Map();
    const rounds = diagnostics.map((diagnostic) => {
        const round = seen.get(diagnostic.rule) ?? 0;
        seen.set(diagnostic.rule, round + 1);
        return { diagnostic, round };
    });
    return rounds.toSorted((a, b) => a.round - b.round).map(({ diagnostic }) => diagnostic);
}
function annotationOf({ severity, rule, message, remediation, at }) {
    return {
        level: severity === 'note' ? 'notice' : severity,
        title: rule,
        message: `${message}\n${remediation}`,
        file: at.file,
        startLine: at.start.line,
        startColumn: at.start.column,
        endLine: at.end.line,
        endColumn: at.end.column,
    };
}


/***/ }),

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


/***/ })

};
;