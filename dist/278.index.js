export const id = 278;
export const ids = [278];
export const modules = {

/***/ 46278:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

// ESM COMPAT FLAG
__webpack_require__.r(__webpack_exports__);

// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  start: () => (/* binding */ start)
});

// EXTERNAL MODULE: ./node_modules/@actions/core/lib/core.js + 11 modules
var core = __webpack_require__(91659);
// EXTERNAL MODULE: ./src/http/dispatcher.ts
var http_dispatcher = __webpack_require__(3839);
// EXTERNAL MODULE: ./src/http/proxy.ts
var proxy = __webpack_require__(57856);
// EXTERNAL MODULE: ./src/outputs/page/report-page.ts + 9 modules
var report_page = __webpack_require__(21411);
// EXTERNAL MODULE: ./src/reports/retirements.ts
var retirements = __webpack_require__(96927);
// EXTERNAL MODULE: ./src/run/artifact-client.ts
var artifact_client = __webpack_require__(98651);
;// CONCATENATED MODULE: ./src/run/stop-signals.ts
/**
 * GitHub sends SIGINT, 7.5 s later SIGTERM, and kills 2.5 s after that; on Windows the first two are Ctrl+C and Ctrl+Break.
 * The upload has until the deadline; the process exits before the runner kills it, even if something hangs.
 * https://docs.github.com/actions/reference/workflows-and-actions/workflow-cancellation
 */
const DEADLINE_MS = 4_500;
const END_MS = 6_500;
/** SIGBREAK is Ctrl+Break on Windows. */
const SIGNALS = ['SIGINT', 'SIGTERM', 'SIGBREAK'];
/** Turns the signals that ask the process to end into abort signals for a run. `end` stops listening, once the run is over. */
function stopOnSignals(source) {
    const stop = new AbortController();
    const deadline = new AbortController();
    const onSignal = () => {
        if (stop.signal.aborted)
            return;
        stop.abort(new Error('the run was cancelled'));
        setTimeout(() => {
            deadline.abort(new Error('the run was cancelled, and its time has ended'));
        }, DEADLINE_MS).unref();
        setTimeout(() => {
            // The log is written asynchronously if standard output is a pipe.
            source.stdout.write('', () => source.exit(1));
        }, END_MS).unref();
    };
    for (const signal of SIGNALS)
        source.on(signal, onSignal);
    return {
        signal: stop.signal,
        deadline: deadline.signal,
        end: () => {
            for (const signal of SIGNALS)
                source.off(signal, onSignal);
        },
    };
}

;// CONCATENATED MODULE: ./src/actions/start.ts







/** Runs an action on a runner, and ends the process. `dist`: the folder with the script of the report page. */
async function start(run, dist) {
    Object.assign(process.env, (0,proxy/* proxyWithScheme */.zJ)(process.env));
    const exit = guardLog();
    const stop = stopOnSignals(process);
    const dispatcher = (0,http_dispatcher/* newDispatcher */.cd)();
    const { fails } = await run(process.env, {
        core: core,
        dispatcher,
        now: () => performance.timeOrigin + performance.now(),
        random: Math.random,
        loadArtifactClient: artifact_client/* loadArtifactClient */.A,
        loadPageAssets: () => (0,report_page/* readPageAssets */.B)(dist),
        loadRetirements: () => (0,retirements/* readShippedRetirements */.w)(dist),
        signal: stop.signal,
        deadline: stop.deadline,
    });
    stop.end();
    await dispatcher.destroy();
    exit(fails ? 1 : 0);
}
/**
 * Keeps a run alive whose standard output was closed: the report is written all the same. Returns a function that ends the
 * process once the log is written, even if a given-up upload still holds a socket, and with 1 if the log is incomplete.
 */
function guardLog() {
    const { stdout, stderr } = process;
    let failure;
    stdout.on('error', (error) => (failure ??= error));
    stderr.on('error', () => undefined);
    return (code) => stdout.write('', () => {
        if (failure === undefined)
            process.exit(code);
        stderr.write(`The log could not be written completely: ${failure.message}\n`, () => process.exit(1));
    });
}


/***/ }),

/***/ 3839:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   cd: () => (/* binding */ newDispatcher),
/* harmony export */   nT: () => (/* binding */ isResponseTimeout)
/* harmony export */ });
/* unused harmony export TIMEOUTS */
/* harmony import */ var undici__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(46752);
/* harmony import */ var _proxy_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(57856);


/** Graph needs about five round trips to mailboxes for a batch of 20, so slow responses are normal. */
const TIMEOUTS = { connect: 10_000, headers: 60_000, body: 60_000, total: 180_000 };
const MAX_RESPONSE_BYTES = 64 * 1024 * 1024;
/**
 * The dispatcher for all HTTP requests. It reads HTTPS_PROXY and NO_PROXY, and rejects with a ProxyError if the proxy
 * fails. Plain http is used for loopback only, so no proxy applies to it.
 *
 * Idle connections are kept for a minute, so that a pause for Retry-After does not close them all. Only HTTP/1.1 is used:
 * with HTTP/2, all requests would share one connection and the server's limit of streams.
 */
function newDispatcher(timeouts = TIMEOUTS, env = process.env) {
    const agent = new undici__WEBPACK_IMPORTED_MODULE_0__.EnvHttpProxyAgent({
        httpProxy: '',
        httpsProxy: (0,_proxy_js__WEBPACK_IMPORTED_MODULE_1__/* .httpsProxy */ .M2)(env)?.href ?? '',
        noProxy: (0,_proxy_js__WEBPACK_IMPORTED_MODULE_1__/* .noProxy */ .Au)(env),
        clientFactory: (proxy, options) => new _proxy_js__WEBPACK_IMPORTED_MODULE_1__/* .ProxyConnections */ .S6(proxy, options),
        allowH2: false,
        // `allowH2` does not apply to the TLS connection inside a tunnel.
        requestTls: { allowH2: false },
        connectTimeout: timeouts.connect,
        headersTimeout: timeouts.headers,
        bodyTimeout: timeouts.body,
        keepAliveTimeout: 60_000,
        maxResponseSize: MAX_RESPONSE_BYTES,
    });
    return agent.compose(totalTimeout(timeouts.total));
}
class ResponseTimeoutError extends Error {
    name = 'ResponseTimeoutError';
}
/** Whether a request failed because the response took too long. */
function isResponseTimeout(error) {
    const kinds = [ResponseTimeoutError, undici__WEBPACK_IMPORTED_MODULE_0__.errors.HeadersTimeoutError, undici__WEBPACK_IMPORTED_MODULE_0__.errors.BodyTimeoutError];
    return kinds.some((kind) => error instanceof kind);
}
/**
 * Aborts requests whose response is not complete after `ms`, or after the longer time that a request allows for the headers.
 * undici's own limits apply only to the parts of a response.
 */
function totalTimeout(ms) {
    return (dispatch) => (options, handler) => {
        let timer;
        return dispatch(options, {
            onRequestStart(controller, context) {
                clearTimeout(timer);
                const limit = Math.max(ms, options.headersTimeout ?? 0);
                timer = setTimeout(() => {
                    controller.abort(new ResponseTimeoutError(`The response was not complete after ${limit / 1000} s`));
                }, limit);
                handler.onRequestStart?.(controller, context);
            },
            onRequestUpgrade(controller, status, headers, socket) {
                clearTimeout(timer);
                handler.onRequestUpgrade?.(controller, status, headers, socket);
            },
            onResponseStart(controller, status, headers, statusMessage) {
                handler.onResponseStart?.(controller, status, headers, statusMessage);
            },
            onResponseData(controller, chunk) {
                handler.onResponseData?.(controller, chunk);
            },
            onResponseEnd(controller, trailers) {
                clearTimeout(timer);
                handler.onResponseEnd?.(controller, trailers);
            },
            onResponseError(controller, error) {
                clearTimeout(timer);
                handler.onResponseError?.(controller, error);
            },
        });
    };
}


/***/ }),

/***/ 98651:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   A: () => (/* binding */ loadArtifactClient),
/* harmony export */   W: () => (/* binding */ unlessAborted)
/* harmony export */ });
/* harmony import */ var _auth_redact_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(95353);
/* harmony import */ var _errors_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(83916);


/**
 * Loads the client only when it is needed: it loads more slowly than everything else. Its errors have the text of GitHub's
 * services, in which tokens that they echo are redacted.
 */
async function loadArtifactClient() {
    const client = new (await Promise.all(/* import() */[__webpack_require__.e(659), __webpack_require__.e(351), __webpack_require__.e(735), __webpack_require__.e(252)]).then(__webpack_require__.bind(__webpack_require__, 91252))).DefaultArtifactClient();
    return {
        uploadArtifact: (...parameters) => withoutTokens(client.uploadArtifact(...parameters)),
        listArtifacts: (...parameters) => withoutTokens(client.listArtifacts(...parameters)),
        deleteArtifact: (...parameters) => withoutTokens(client.deleteArtifact(...parameters)),
        downloadArtifact: (id, options) => withoutTokens(client.downloadArtifact(id, options), options.findBy?.token),
    };
}
/** The client takes the token of the job from the environment. */
function withoutTokens(answer, token) {
    return answer.catch((error) => {
        throw new Error((0,_auth_redact_js__WEBPACK_IMPORTED_MODULE_0__/* .redacted */ .pc)((0,_errors_js__WEBPACK_IMPORTED_MODULE_1__/* .describeError */ .Uc)(error), [process.env.ACTIONS_RUNTIME_TOKEN, token]));
    });
}
/** Does work with the client, which cannot be stopped, until the signal aborts. Rejects with its reason then. */
async function unlessAborted(signal, work) {
    signal.throwIfAborted();
    const { promise: aborted, reject } = Promise.withResolvers();
    const abort = () => {
        reject(signal.reason);
    };
    signal.addEventListener('abort', abort, { once: true });
    try {
        return await Promise.race([work(), aborted]);
    }
    finally {
        signal.removeEventListener('abort', abort);
    }
}


/***/ })

};
