export const id = 451;
export const ids = [451];
export const modules = {

/***/ 5451:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   act: () => (/* binding */ act)
/* harmony export */ });
/** Does what was asked for and gives the exit code. Each command is loaded when it is asked for: lint starts without a cluster's clients. */
async function act(asked) {
    switch (asked.command) {
        case 'cleanup':
            return (await Promise.all(/* import() */[__webpack_require__.e(499), __webpack_require__.e(824), __webpack_require__.e(828)]).then(__webpack_require__.bind(__webpack_require__, 9465))).cleanupCommand(asked);
        case 'lint':
            return (await Promise.all(/* import() */[__webpack_require__.e(499), __webpack_require__.e(815), __webpack_require__.e(376), __webpack_require__.e(462)]).then(__webpack_require__.bind(__webpack_require__, 462))).lintCommand(asked);
        case 'plan':
            return (await Promise.all(/* import() */[__webpack_require__.e(499), __webpack_require__.e(815), __webpack_require__.e(376), __webpack_require__.e(199), __webpack_require__.e(400)]).then(__webpack_require__.bind(__webpack_require__, 2400))).planCommand(asked);
        case 'simulate':
            return (await Promise.all(/* import() */[__webpack_require__.e(499), __webpack_require__.e(815), __webpack_require__.e(376), __webpack_require__.e(199), __webpack_require__.e(488)]).then(__webpack_require__.bind(__webpack_require__, 5488))).simulateCommand(asked);
        default:
            return (await Promise.all(/* import() */[__webpack_require__.e(499), __webpack_require__.e(815), __webpack_require__.e(260), __webpack_require__.e(376), __webpack_require__.e(199), __webpack_require__.e(824), __webpack_require__.e(919)]).then(__webpack_require__.bind(__webpack_require__, 5919))).gateCommand(asked);
    }
}


/***/ })

};
