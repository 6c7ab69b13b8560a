"use strict";
exports.id = 523;
exports.ids = [523];
exports.modules = {

/***/ 7523:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

__webpack_require__.r(__webpack_exports__);
/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   renderJunit: () => (/* binding */ renderJunit)
/* harmony export */ });
/* harmony import */ var _xml_text_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(4940);

/**
 * JUnit XML: a suite for each stage, a case for each claim. What could not be found out is an `error`, what is bad a
 * `failure`, and a stage that was not reached is skipped.
 */
function renderJunit(report) {
    const { service, durationMs, stages, skipped } = report;
    const suites = stages.map(suite).join('');
    const rest = skipped.map(({ stage, reason }) => `  <testsuite name="${stage}" tests="1" failures="0" errors="0" skipped="1" time="0">\n` +
        `    <testcase classname="${stage}" name="not reached" time="0"><skipped message="${(0,_xml_text_js__WEBPACK_IMPORTED_MODULE_0__/* .xml */ ._)(reason)}"/></testcase>\n  </testsuite>\n`);
    const cases = stages.flatMap(casesOf);
    const count = (verdict) => cases.filter((one) => one.verdict === verdict).length;
    return ('<?xml version="1.0" encoding="UTF-8"?>\n' +
        `<testsuites name="${(0,_xml_text_js__WEBPACK_IMPORTED_MODULE_0__/* .xml */ ._)(`scale-gate ${service}`)}" tests="${cases.length + skipped.length}" ` +
        `failures="${count('fail')}" errors="${count('inconclusive')}" skipped="${skipped.length}" time="${durationMs / 1000}">\n` +
        `${suites}${rest.join('')}</testsuites>\n`);
}
/** The claims of a stage; an inability is one more, and so is a stage that found out nothing at all. */
function casesOf({ stage, evidence, error, verdict, startedAt }) {
    if (error === undefined && evidence.length > 0)
        return evidence;
    const inability = {
        claim: `${stage} does its work`,
        requirement: 'containers',
        verdict: error === undefined ? verdict : 'inconclusive',
        observed: error === undefined ? 'no evidence' : `${error.code}: ${error.message}`,
        source: stage,
        at: startedAt,
        remedy: error?.hint ?? 'Look into the log of the run.',
    };
    return [...evidence, inability];
}
function suite(report) {
    const cases = casesOf(report);
    const count = (verdict) => cases.filter((one) => one.verdict === verdict).length;
    const seconds = report.durationMs / 1000;
    return (`  <testsuite name="${report.stage}" tests="${cases.length}" failures="${count('fail')}" ` +
        `errors="${count('inconclusive')}" skipped="0" time="${seconds}" timestamp="${(0,_xml_text_js__WEBPACK_IMPORTED_MODULE_0__/* .xml */ ._)(report.startedAt)}">\n` +
        cases.map((one) => testcase(report.stage, one)).join('') +
        '  </testsuite>\n');
}
const outcome = { pass: 'pass', fail: 'failure', inconclusive: 'error' };
function testcase(stage, { claim, object, requirement, verdict, observed, source, remedy }) {
    const name = object === undefined ? claim : `${claim} (${object})`;
    const head = `    <testcase classname="${(0,_xml_text_js__WEBPACK_IMPORTED_MODULE_0__/* .xml */ ._)(`${stage}.${requirement}`)}" name="${(0,_xml_text_js__WEBPACK_IMPORTED_MODULE_0__/* .xml */ ._)(name)}" time="0">`;
    if (verdict === 'pass')
        return `${head}<system-out>${(0,_xml_text_js__WEBPACK_IMPORTED_MODULE_0__/* .xml */ ._)(`${observed}\n${source}`)}</system-out></testcase>\n`;
    const element = outcome[verdict];
    const body = [observed, `seen in: ${source}`, ...(remedy === undefined ? [] : [`what to do: ${remedy}`])].join('\n');
    return `${head}<${element} message="${(0,_xml_text_js__WEBPACK_IMPORTED_MODULE_0__/* .xml */ ._)(observed)}">${(0,_xml_text_js__WEBPACK_IMPORTED_MODULE_0__/* .xml */ ._)(body)}</${element}></testcase>\n`;
}


/***/ }),

/***/ 4940:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   _: () => (/* binding */ xml)
/* harmony export */ });
const entities = {
    '&': '&amp;',
    '<': '&lt;',
    '>': '&gt;',
    '"': '&quot;',
    "'": '&#39;',
};
/**
 * Text for the content and the quoted attributes of XML and HTML. Control characters, which XML 1.0 cannot hold, halves
 * of surrogate pairs and what turns the direction of reading are shown as U+FFFD.
 */
function xml(text) {
    return text
        .toWellFormed()
        .replace(/[\u0000-\u0008\u000b\u000c\u000e-\u001f\u007f-\u009f\u202a-\u202e\u2066-\u2069\ufffe\uffff]/g, '\ufffd')
        .replace(/[&<>"']/g, (sign) => entities[sign] ?? sign);
}


/***/ })

};
;