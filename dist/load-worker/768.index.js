export const id = 768;
export const ids = [768];
export const modules = {

/***/ 8768:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   UndiciLane: () => (/* binding */ UndiciLane)
/* harmony export */ });
/* harmony import */ var undici__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(6752);

function options(plan) {
    return {
        allowH2: plan.protocol === 'h2',
        headersTimeout: 0,
        bodyTimeout: 0,
        connect: {
            timeout: plan.timeoutMs,
            rejectUnauthorized: !plan.insecure,
            ...(plan.ca === null ? {} : { ca: plan.ca }),
            ...(plan.host === null ? {} : { servername: plan.host.replace(/:\d+$/, '') }),
        },
    };
}
function clientFor(plan) {
    if (plan.protocol === 'h2' && plan.origin.startsWith('http:'))
        return new undici__WEBPACK_IMPORTED_MODULE_0__/* .H2CClient */ .Nt(plan.origin, { headersTimeout: 0, bodyTimeout: 0 });
    return new undici__WEBPACK_IMPORTED_MODULE_0__/* .Client */ .Kj(plan.origin, options(plan));
}
/** The package's words for what our own client calls by simpler ones. */
function faultOf(error) {
    const { code, name } = (error ?? {});
    const word = [code, name].find((candidate) => typeof candidate === 'string') ?? 'error';
    if (word === 'UND_ERR_SOCKET')
        return 'closed';
    if (word === 'UND_ERR_CONNECT_TIMEOUT')
        return 'timeout';
    if (word === 'UND_ERR_INVALID_ARG')
        return 'invalid-request';
    return /^HPE_|^HTTPParserError$|^UND_ERR_(RES|HEADERS)/.test(word) ? 'protocol' : word;
}
/** One request in the form in which undici calls back. */
class Call {
    receiver;
    controller = null;
    cancelled = false;
    constructor(receiver) {
        this.receiver = receiver;
    }
    cancel() {
        this.cancelled = true;
        this.controller?.abort(new Error('cancelled'));
    }
    onRequestStart(controller) {
        this.controller = controller;
        if (this.cancelled)
            controller.abort(new Error('cancelled'));
    }
    onResponseStart(_, status, headers) {
        if (!this.cancelled)
            this.receiver.answer(status, headers);
    }
    onResponseData(_, chunk) {
        if (!this.cancelled)
            this.receiver.data(chunk, 0, chunk.length);
    }
    onResponseEnd() {
        if (!this.cancelled)
            this.receiver.complete();
    }
    onResponseError(_, error) {
        if (!this.cancelled)
            this.receiver.fail(faultOf(error));
    }
}
/** A client of undici, which mends its connection by itself: HTTPS, HTTP/2, and whatever our own client leaves to it. */
class UndiciLane {
    client;
    constructor(plan) {
        this.client = clientFor(plan);
    }
    spent() {
        return false;
    }
    send({ method, path, headers, body }, receiver) {
        const call = new Call(receiver);
        const request = { method: method, path, headers: headers, body };
        try {
            this.client.dispatch(request, call);
        }
        catch (error) {
            queueMicrotask(() => receiver.fail(faultOf(error)));
        }
        return call;
    }
    /** A connection that fails meanwhile has told its requests already. */
    close() {
        this.client.close().catch(() => undefined);
    }
}


/***/ })

};
