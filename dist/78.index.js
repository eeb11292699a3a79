export const id = 78;
export const ids = [78];
export const modules = {

/***/ 59470:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

// ESM COMPAT FLAG
__webpack_require__.r(__webpack_exports__);

// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  start: () => (/* binding */ start)
});

// EXTERNAL MODULE: ./node_modules/@actions/core/lib/core.js + 11 modules
var core = __webpack_require__(91659);
// EXTERNAL MODULE: ./src/http/proxy.ts
var proxy = __webpack_require__(57856);
// EXTERNAL MODULE: ./src/run/artifact-client.ts
var artifact_client = __webpack_require__(98651);
// EXTERNAL MODULE: ./src/http/dispatcher.ts
var http_dispatcher = __webpack_require__(3839);
// EXTERNAL MODULE: ./src/outputs/page/report-page.ts + 6 modules
var report_page = __webpack_require__(490);
// EXTERNAL MODULE: ./src/reports/retirements.ts
var retirements = __webpack_require__(96927);
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

;// CONCATENATED MODULE: ./src/actions/process-runner.ts




/**
 * Calls a function with the Runner of this process, which ends with it.
 *
 * @param assets the folder with the script and the style sheet of the report page, and the list of retirements
 * @param env with the proxy
 */
async function withProcessRunner(core, assets, env, loadArtifactClient, action) {
    const dispatcher = (0,http_dispatcher/* newDispatcher */.cd)(http_dispatcher/* TIMEOUTS */.fT, env);
    const stop = stopOnSignals(process);
    try {
        return await action({
            core,
            dispatcher,
            now: () => performance.timeOrigin + performance.now(),
            random: Math.random,
            loadArtifactClient,
            loadPageAssets: () => (0,report_page/* readPageAssets */.B)(assets),
            loadRetirements: () => (0,retirements/* readShippedRetirements */.w9)(assets),
            signal: stop.signal,
            deadline: stop.deadline,
        });
    }
    finally {
        stop.end();
        await dispatcher.destroy();
    }
}

;// CONCATENATED MODULE: ./src/actions/start.ts




/** Runs an action on a runner, and ends the process. `dist`: the folder with the script of the report page. */
async function start(run, dist) {
    Object.assign(process.env, (0,proxy/* proxyWithScheme */.zJ)(process.env));
    const exit = guardLog();
    const { fails } = await withProcessRunner(core, dist, process.env, artifact_client/* loadArtifactClient */.A, (runner) => run(process.env, runner));
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

/***/ 63647:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   _k: () => (/* binding */ outsideAddresses),
/* harmony export */   mr: () => (/* binding */ unresolvedRecipients),
/* harmony export */   sO: () => (/* binding */ addressesOf),
/* harmony export */   tI: () => (/* binding */ hasUnaddressed)
/* harmony export */ });
/* harmony import */ var _json_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(8301);
/* harmony import */ var _mailboxes_address_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(16592);


/** Represents a recipient without an address and a name. */
const UNNAMED = 'unnamed';
/** The name of an object in the directory of Exchange. The local part of an SMTP address may look the same. */
const X500 = /^(?:\w+:)?\/[a-z]+=/i;
/**
 * The addresses of Graph's recipients, `[{emailAddress: {name, address}}]`, in order. A recipient without an address is
 * represented by its name. An `emailAddress` and a string are accepted as recipients, and one recipient as an array of one.
 * https://learn.microsoft.com/graph/api/resources/recipient
 */
function addressesOf(recipients) {
    return asArray(recipients).map((recipient) => targetOf(recipient).shown);
}
/** Whether a recipient has no address. */
function hasUnaddressed(recipients) {
    return asArray(recipients).some((recipient) => targetOf(recipient).address === undefined);
}
/** The SMTP addresses that are not known to be inside, each once; all of them without `inside`. */
function outsideAddresses(recipients, inside) {
    return shownOnce(recipients, (address) => isSmtpAddress(address, inside) && inside?.hasAddress(address) !== true);
}
/** The recipients without an SMTP address, each once: names, also those that look like an address, and X.500 addresses. */
function unresolvedRecipients(recipients, inside) {
    return shownOnce(recipients, (address) => !isSmtpAddress(address, inside));
}
function shownOnce(recipients, isWanted) {
    const addresses = new Map();
    for (const { shown, address = '' } of asArray(recipients).map(targetOf)) {
        const key = shown.toLowerCase();
        if (isWanted(address) && !addresses.has(key))
            addresses.set(key, shown);
    }
    return [...addresses.values()];
}
/** `/o=x/cn=eve@evil.com` may be either; it counts as an X.500 address only if the domain is inside. */
function isSmtpAddress(address, inside) {
    const domain = (0,_mailboxes_address_js__WEBPACK_IMPORTED_MODULE_0__/* .domainOf */ .Ow)(address);
    return domain !== undefined && !(X500.test(address) && inside?.has(domain) === true);
}
function asArray(recipients) {
    const all = Array.isArray(recipients) ? recipients : [recipients];
    return all.filter((recipient) => recipient !== null && recipient !== undefined);
}
/** The text that represents a recipient, and its address if it has one. */
function targetOf(recipient) {
    if (typeof recipient === 'string') {
        const address = withoutPrefix(recipient);
        return { shown: address ?? UNNAMED, address };
    }
    if (!(0,_json_js__WEBPACK_IMPORTED_MODULE_1__/* .isRecord */ .u4)(recipient))
        return { shown: UNNAMED, address: undefined };
    const { address: text, name } = (0,_json_js__WEBPACK_IMPORTED_MODULE_1__/* .isRecord */ .u4)(recipient.emailAddress) ? recipient.emailAddress : recipient;
    const address = withoutPrefix(text);
    return { shown: address ?? withoutPrefix(name) ?? UNNAMED, address };
}
/** Exchange sometimes adds the type of an address, as in `SMTP:megan@contoso.com`. */
function withoutPrefix(text) {
    return typeof text === 'string' ? text.trim().replace(/^smtp:\s*/i, '') || undefined : undefined;
}


/***/ })

};
