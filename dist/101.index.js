export const id = 101;
export const ids = [101];
export const modules = {

/***/ 87101:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

__webpack_require__.r(__webpack_exports__);
/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   machineOf: () => (/* binding */ machineOf),
/* harmony export */   thisMachine: () => (/* binding */ thisMachine),
/* harmony export */   within: () => (/* binding */ within)
/* harmony export */ });
/* harmony import */ var node_crypto__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(77598);
/* harmony import */ var node_crypto__WEBPACK_IMPORTED_MODULE_0___default = /*#__PURE__*/__webpack_require__.n(node_crypto__WEBPACK_IMPORTED_MODULE_0__);
/* harmony import */ var node_timers_promises__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(58500);
/* harmony import */ var node_timers_promises__WEBPACK_IMPORTED_MODULE_1___default = /*#__PURE__*/__webpack_require__.n(node_timers_promises__WEBPACK_IMPORTED_MODULE_1__);


/** The machine of this process. */
function thisMachine() {
    return { now: newClock(), random: Math.random, newId: () => (0,node_crypto__WEBPACK_IMPORTED_MODULE_0__.randomUUID)(), sleep, timer };
}
/**
 * A clock that has the time of the machine now, and never goes back. `performance` alone has the time at which the process began, which the
 * machine may have corrected since.
 */
function newClock() {
    const corrected = Date.now() - (performance.timeOrigin + performance.now());
    return () => performance.timeOrigin + performance.now() + corrected;
}
/** A request that is sent too early counts against a limit. */
async function sleep(ms, signal) {
    const end = performance.now() + ms;
    try {
        for (let left = ms; left > 0; left = end - performance.now()) {
            await (0,node_timers_promises__WEBPACK_IMPORTED_MODULE_1__.setTimeout)(Math.ceil(left), undefined, signal === undefined ? {} : { signal });
        }
    }
    catch (error) {
        signal?.throwIfAborted();
        throw error;
    }
}
function timer(ms, call) {
    const pending = setTimeout(call, ms);
    return () => {
        clearTimeout(pending);
    };
}
/** The machine of what has more than that. */
function machineOf({ now, random, newId, sleep, timer }) {
    return { now, random, newId, sleep, timer };
}
/** Calls a function with a signal that aborts after some ms, and with the given one. */
async function within(ms, { signal, timer }, work) {
    const limit = new AbortController();
    const cancel = timer(ms, () => {
        limit.abort(new DOMException('The operation was aborted due to timeout', 'TimeoutError'));
    });
    try {
        return await work(signal === undefined ? limit.signal : AbortSignal.any([signal, limit.signal]));
    }
    finally {
        cancel();
    }
}


/***/ })

};
