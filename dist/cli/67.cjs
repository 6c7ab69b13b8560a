"use strict";
exports.id = 67;
exports.ids = [67];
exports.modules = {

/***/ 4643:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   m: () => (/* binding */ systemClock)
/* harmony export */ });
/* harmony import */ var node_timers_promises__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(8500);

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

/***/ 9465:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

__webpack_require__.r(__webpack_exports__);
/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   cleanupCommand: () => (/* binding */ cleanupCommand)
/* harmony export */ });
/* harmony import */ var _teardown_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(3545);
/* harmony import */ var _cleaning_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(8915);
/* harmony import */ var _session_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(6455);
/* harmony import */ var _plain_log_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(8010);




/** `scale-gate cleanup [RUN]`: one run, or every run whose process is gone and that nobody kept. Exit 1 where something could not be deleted. */
async function cleanupCommand({ operands, own, verbose }) {
    const { scratch, tools, clean } = (0,_session_js__WEBPACK_IMPORTED_MODULE_2__/* .openSession */ .f)(process.env, operands[0]);
    const log = (0,_plain_log_js__WEBPACK_IMPORTED_MODULE_3__/* .plainLog */ .L)(process.stdout, verbose, clean);
    const ports = (0,_cleaning_js__WEBPACK_IMPORTED_MODULE_1__/* .teardownPorts */ .d)(tools.commands, tools.journal, scratch, log);
    const [run] = operands;
    const all = own['all'] === true;
    const result = run === undefined ? await (0,_teardown_js__WEBPACK_IMPORTED_MODULE_0__/* .reap */ .xg)(0, ports, all ? 'kept too' : 'lost') : await (0,_teardown_js__WEBPACK_IMPORTED_MODULE_0__/* .cleanUp */ .nY)(run, ports);
    const { deleted, left } = result;
    const rest = run === undefined ? '; runs that are under way were not touched' : '';
    log.info(`${deleted.length} deleted, ${left.length} left behind${rest}`);
    if (run === undefined && !all)
        await nameKept(tools.journal, log);
    return left.length === 0 ? 0 : 1;
}
/** What was kept on purpose is deleted by name, or by `--all`. */
async function nameKept(journal, log) {
    for (const { run, kept } of await journal.runs()) {
        if (kept && (await journal.owned(run)).length > 0)
            log.info(`${run} was kept by \`cluster-keep\`; delete it with: scale-gate cleanup ${run}`);
    }
}


/***/ })

};
;