"use strict";
exports.id = 971;
exports.ids = [971];
exports.modules = {

/***/ 3971:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

__webpack_require__.r(__webpack_exports__);
/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   sparingly: () => (/* binding */ sparingly)
/* harmony export */ });
/* harmony import */ var node_v8__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(8877);

/**
 * Keeps V8's helper threads from making code faster that is about to end, and from marking what will not be freed: a fifth
 * of the CPU time of a thousand files, at the same wall time. Flags are of the whole process, so this is for the command
 * line alone. All code is loaded when it is called: what is loaded under other flags than it was kept under is compiled anew.
 */
function sparingly() {
    (0,node_v8__WEBPACK_IMPORTED_MODULE_0__.setFlagsFromString)('--no-turbofan');
    (0,node_v8__WEBPACK_IMPORTED_MODULE_0__.setFlagsFromString)('--no-incremental-marking');
}


/***/ })

};
;