export const id = 37;
export const ids = [37];
export const modules = {

/***/ 3037:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

__webpack_require__.r(__webpack_exports__);
/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   celLanguage: () => (/* binding */ celLanguage)
/* harmony export */ });
/* harmony import */ var _marcbachmann_cel_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(47337);

/** Bounds on what one expression may be; a rule is read by people, too. */
const limits = {
    maxAstNodes: 2_000,
    maxDepth: 100,
    maxListElements: 1_000,
    maxMapEntries: 1_000,
    maxCallArguments: 32,
};
/** JSON as CEL types it: whole numbers are `int`, which `%` and `/` are defined for, the others `double`. */
function typed(value) {
    if (typeof value === 'number')
        return Number.isSafeInteger(value) ? BigInt(value) : value;
    if (Array.isArray(value))
        return value.map(typed);
    if (typeof value !== 'object' || value === null)
        return value;
    return Object.fromEntries(Object.entries(value).map(([key, one]) => [key, typed(one)]));
}
/** CEL over manifests. Objects are dynamic, as they are to Kubernetes for custom resources without a schema. */
function celLanguage() {
    const environment = new _marcbachmann_cel_js__WEBPACK_IMPORTED_MODULE_0__/* .Environment */ .OH({ unlistedVariablesAreDyn: false, enableOptionalTypes: true, limits })
        .registerVariable('object', 'dyn')
        .registerVariable('oldObject', 'dyn')
        .registerVariable('targetNamespace', 'string');
    return {
        evaluate: expressionsOfSchemas(),
        compile(expression) {
            const { valid, error } = environment.check(expression);
            if (!valid)
                throw error ?? new Error('it is no expression');
            const evaluate = environment.parse(expression);
            return ({ object, oldObject, targetNamespace }) => {
                const result = evaluate({ object: typed(object), oldObject: typed(oldObject), targetNamespace });
                if (typeof result !== 'boolean')
                    throw new Error(`it gives ${typeof result}, not true or false`);
                return result;
            };
        },
    };
}
/** Failures that the API server has, too. */
const sameAsTheServer = [
    'no_such_key',
    'index_out_of_bounds',
    'index_out_of_range',
    'division_by_zero',
    'modulo_by_zero',
];
function compiled(environment, expression) {
    try {
        const { valid, error } = environment.check(expression);
        return valid ? environment.parse(expression) : wordsOf(error);
    }
    catch (error) {
        return wordsOf(error);
    }
}
/** The first line: the others draw the place. */
function wordsOf(error) {
    return (error instanceof Error ? error.message : String(error)).split('\n')[0] ?? '';
}
function outcomeOf(compiledOne, self) {
    try {
        return { kind: 'value', value: compiledOne({ self }) };
    }
    catch (error) {
        const same = sameAsTheServer.includes(error.code);
        return { kind: same ? 'error' : 'unknown', message: wordsOf(error) };
    }
}
/** Each expression is compiled once. Its value is as dynamic here as it is typed to the server, which is more lenient. */
function expressionsOfSchemas() {
    const environment = new _marcbachmann_cel_js__WEBPACK_IMPORTED_MODULE_0__/* .Environment */ .OH({ unlistedVariablesAreDyn: false, enableOptionalTypes: true, limits });
    environment.registerVariable('self', 'dyn');
    const known = new Map();
    return (expression, self) => {
        const one = known.get(expression) ?? compiled(environment, expression);
        known.set(expression, one);
        return typeof one === 'string' ? { kind: 'unknown', message: one } : outcomeOf(one, self);
    };
}


/***/ })

};
