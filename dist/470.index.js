export const id = 470;
export const ids = [470];
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
// EXTERNAL MODULE: ./src/outputs/page/report-page.ts + 7 modules
var report_page = __webpack_require__(4534);
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
/** The exit code that shells report after Ctrl+C. */
const INTERRUPTED = 130;
/**
 * Turns Ctrl+C at a terminal into an abort signal for a run: the first one ends reading, a second one the process. There is no deadline
 * for writing what was read. `end` stops listening, once the run is over.
 */
function stopOnInterrupt(source) {
    const stop = new AbortController();
    const onSignal = () => {
        if (stop.signal.aborted)
            source.exit(INTERRUPTED);
        stop.abort(new Error('the run was cancelled'));
    };
    return { signal: stop.signal, deadline: new AbortController().signal, end: listening(source, onSignal) };
}
/** Listens for each signal. Returns a function that stops listening. */
function listening(source, onSignal) {
    for (const signal of SIGNALS)
        source.on(signal, onSignal);
    return () => {
        for (const signal of SIGNALS)
            source.off(signal, onSignal);
    };
}
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
    return { signal: stop.signal, deadline: deadline.signal, end: listening(source, onSignal) };
}

;// CONCATENATED MODULE: ./src/actions/process-runner.ts




/**
 * Calls a function with the Runner of this process, which ends with it.
 *
 * @param assets the folder with the script and the style sheet of the report page, and the list of retirements
 * @param env with the proxy
 * @param stop what ends the run early
 */
async function withProcessRunner(core, assets, env, loadArtifactClient, action, stop = stopOnSignals(process)) {
    const dispatcher = (0,http_dispatcher/* newDispatcher */.cd)(http_dispatcher/* TIMEOUTS */.fT, env);
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
    quietArtifactClient();
    const exit = guardLog();
    const { fails } = await withProcessRunner(core, dist, process.env, artifact_client/* loadArtifactClient */.AX, (runner) => run(process.env, runner));
    exit(fails ? 1 : 0);
}
/** Makes what the client of artifacts logs debug messages. Its commands, which mask secrets or warn, stay. */
function quietArtifactClient() {
    const { stdout } = process;
    const write = stdout.write.bind(stdout);
    stdout.write = (chunk, encoding, callback) => {
        if (!(0,artifact_client/* isArtifactClient */.uS)() || typeof chunk !== 'string' || chunk.startsWith('::')) {
            return typeof encoding === 'function' ? write(chunk, undefined, encoding) : write(chunk, encoding, callback);
        }
        core.debug(chunk.trimEnd());
        return true;
    };
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


/***/ })

};
