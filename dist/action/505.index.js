export const id = 505;
export const ids = [505];
export const modules = {

/***/ 12505:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   post: () => (/* binding */ post)
/* harmony export */ });
/* harmony import */ var _actions_core__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(57264);
/* harmony import */ var _teardown_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(13545);
/* harmony import */ var _cleaning_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(58915);
/* harmony import */ var _session_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(78552);




/** The post step: deletes what the run owns, from its journal or from its name alone. It never fails the job, and tells what is left. */
async function post() {
    // Not from the step's state: a command forged in a log can set it, and would send us to another run's things.
    const session = (0,_session_js__WEBPACK_IMPORTED_MODULE_3__/* .openSession */ .f)(process.env);
    const clean = (print) => (line) => print(session.clean(line));
    const log = {
        info: clean(_actions_core__WEBPACK_IMPORTED_MODULE_0__/* .info */ .pq),
        warn: clean(_actions_core__WEBPACK_IMPORTED_MODULE_0__/* .warning */ .$e),
        debug: clean(_actions_core__WEBPACK_IMPORTED_MODULE_0__/* .debug */ .Yz),
        progress: clean(_actions_core__WEBPACK_IMPORTED_MODULE_0__/* .debug */ .Yz),
    };
    const known = await session.tools.journal.runs().catch(() => []);
    if (known.some(({ run, kept }) => run === session.run && kept)) {
        _actions_core__WEBPACK_IMPORTED_MODULE_0__/* .info */ .pq(`kept by cluster-keep; delete it with: scale-gate cleanup ${session.run}`);
        return;
    }
    const { deleted, left } = await (0,_teardown_js__WEBPACK_IMPORTED_MODULE_1__/* .cleanUp */ .nY)(session.run, (0,_cleaning_js__WEBPACK_IMPORTED_MODULE_2__/* .teardownPorts */ .d)(session.tools.commands, session.tools.journal, session.scratch, log));
    _actions_core__WEBPACK_IMPORTED_MODULE_0__/* .info */ .pq(`${deleted.length} deleted, ${left.length} left behind`);
}


/***/ })

};
