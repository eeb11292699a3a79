export const id = 852;
export const ids = [852];
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
// EXTERNAL MODULE: ./src/http/machine.ts
var machine = __webpack_require__(87101);
// EXTERNAL MODULE: ./src/outputs/page/report-page.ts + 7 modules
var report_page = __webpack_require__(11865);
// EXTERNAL MODULE: ./src/reports/retirements.ts
var retirements = __webpack_require__(96927);
// EXTERNAL MODULE: ./src/errors.ts
var errors = __webpack_require__(83916);
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
        stop.abort(cancelled());
    };
    return { signal: stop.signal, deadline: new AbortController().signal, end: listening(source, onSignal) };
}
/** Whatever waits rejects with it, so that a run that ends before it has rows says so. */
function cancelled() {
    return new errors/* UserError */.yo('CANCELLED', 'The run was cancelled.', { hint: 'Run it again.' });
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
        stop.abort(cancelled());
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
    const dispatcher = (0,http_dispatcher.newDispatcher)(http_dispatcher.TIMEOUTS, env);
    try {
        return await action({
            core,
            dispatcher,
            ...(0,machine.thisMachine)(),
            loadArtifactClient,
            loadPageAssets: () => (0,report_page/* readPageAssets */.B)(assets),
            loadRetirements: () => (0,retirements/* readShippedRetirements */.w)(assets),
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


/***/ }),

/***/ 3839:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

__webpack_require__.r(__webpack_exports__);
/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   TIMEOUTS: () => (/* binding */ TIMEOUTS),
/* harmony export */   isResponseTimeout: () => (/* binding */ isResponseTimeout),
/* harmony export */   newDispatcher: () => (/* binding */ newDispatcher),
/* harmony export */   withDispatcher: () => (/* binding */ withDispatcher),
/* harmony export */   withLimits: () => (/* binding */ withLimits)
/* harmony export */ });
/* harmony import */ var undici__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(46752);
/* harmony import */ var _machine_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(87101);
/* harmony import */ var _proxy_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(57856);



/** Graph needs about five round trips to mailboxes for a batch of 20, so slow responses are normal. */
const TIMEOUTS = { connect: 10_000, headers: 60_000, body: 60_000, total: 180_000 };
/** Of a response that is kept in memory. */
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
        httpsProxy: (0,_proxy_js__WEBPACK_IMPORTED_MODULE_2__/* .httpsProxy */ .M2)(env)?.href ?? '',
        noProxy: (0,_proxy_js__WEBPACK_IMPORTED_MODULE_2__/* .noProxy */ .Au)(env),
        clientFactory: (proxy, options) => new _proxy_js__WEBPACK_IMPORTED_MODULE_2__/* .ProxyConnections */ .S6(proxy, options),
        allowH2: false,
        // `allowH2` does not apply to the TLS connection inside a tunnel.
        requestTls: { allowH2: false },
        connectTimeout: timeouts.connect,
        headersTimeout: timeouts.headers,
        bodyTimeout: timeouts.body,
        keepAliveTimeout: 60_000,
    });
    return withLimits(agent, timeouts.total, (0,_machine_js__WEBPACK_IMPORTED_MODULE_1__.thisMachine)().timer);
}
/** A dispatcher with the limits of a whole response: of its time, in ms, and of its size. */
function withLimits(dispatcher, total, timer) {
    return dispatcher.compose(totalTimeout(total, timer), sizeLimit);
}
/**
 * Calls a function with a dispatcher that is destroyed afterwards. Rejects as the function does, and with the UserErrors of
 * `requireSecureEnvironment`.
 */
async function withDispatcher(env, use) {
    (0,_proxy_js__WEBPACK_IMPORTED_MODULE_2__/* .requireSecureEnvironment */ .oW)(env);
    const dispatcher = newDispatcher(TIMEOUTS, env);
    try {
        return await use(dispatcher);
    }
    finally {
        await dispatcher.destroy();
    }
}
/** Aborts responses that are larger than `MAX_RESPONSE_BYTES`, or than `maxBytes` of a request whose response is read as it arrives. */
const sizeLimit = (dispatch) => (options, handler) => {
    const most = 'maxBytes' in options && typeof options.maxBytes === 'number' ? options.maxBytes : MAX_RESPONSE_BYTES;
    let received = 0;
    return dispatch(options, {
        onRequestStart: (controller, context) => handler.onRequestStart?.(controller, context),
        onRequestUpgrade: (controller, ...upgrade) => handler.onRequestUpgrade?.(controller, ...upgrade),
        onResponseStart: (controller, ...start) => handler.onResponseStart?.(controller, ...start),
        onResponseData(controller, chunk) {
            received += chunk.length;
            if (received > most)
                controller.abort(new undici__WEBPACK_IMPORTED_MODULE_0__.errors.ResponseExceededMaxSizeError());
            else
                handler.onResponseData?.(controller, chunk);
        },
        onResponseEnd: (controller, trailers) => handler.onResponseEnd?.(controller, trailers),
        onResponseError: (controller, error) => handler.onResponseError?.(controller, error),
    });
};
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
function totalTimeout(ms, start) {
    return (dispatch) => (options, handler) => {
        let cancel = () => undefined;
        return dispatch(options, {
            onRequestStart(controller, context) {
                cancel();
                const limit = Math.max(ms, options.headersTimeout ?? 0);
                cancel = start(limit, () => {
                    controller.abort(new ResponseTimeoutError(`The response was not complete after ${limit / 1000} s`));
                });
                handler.onRequestStart?.(controller, context);
            },
            onRequestUpgrade(controller, status, headers, socket) {
                cancel();
                handler.onRequestUpgrade?.(controller, status, headers, socket);
            },
            onResponseStart(controller, status, headers, statusMessage) {
                handler.onResponseStart?.(controller, status, headers, statusMessage);
            },
            onResponseData(controller, chunk) {
                handler.onResponseData?.(controller, chunk);
            },
            onResponseEnd(controller, trailers) {
                cancel();
                handler.onResponseEnd?.(controller, trailers);
            },
            onResponseError(controller, error) {
                cancel();
                handler.onResponseError?.(controller, error);
            },
        });
    };
}


/***/ }),

/***/ 57856:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   Au: () => (/* binding */ noProxy),
/* harmony export */   M2: () => (/* binding */ httpsProxy),
/* harmony export */   S6: () => (/* binding */ ProxyConnections),
/* harmony export */   T6: () => (/* binding */ ProxyError),
/* harmony export */   Wm: () => (/* binding */ proxySecrets),
/* harmony export */   oW: () => (/* binding */ requireSecureEnvironment),
/* harmony export */   zJ: () => (/* binding */ proxyWithScheme)
/* harmony export */ });
/* harmony import */ var undici__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(46752);
/* harmony import */ var _errors_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(83916);


const PROXY = ['https_proxy', 'HTTPS_PROXY'];
/** The proxy, not the server behind it, failed to connect. The message contains no credentials. */
class ProxyError extends Error {
    name = 'ProxyError';
    /** Such as `proxy.contoso.com:8080`. */
    host;
    /** The HTTP status of its response to CONNECT; undefined if it did not respond. */
    status;
    constructor(host, status, cause) {
        const message = status === undefined
            ? `the proxy ${host} cannot be reached (${(0,_errors_js__WEBPACK_IMPORTED_MODULE_1__/* .describeError */ .Uc)(cause)})`
            : `the proxy ${host} refuses the connection (HTTP ${status})`;
        super(message, cause === undefined ? {} : { cause });
        this.host = host;
        this.status = status;
    }
}
/** Connections to a proxy, each a tunnel to one server (RFC 9110, section 9.3.6). They reject with a ProxyError. */
class ProxyConnections extends undici__WEBPACK_IMPORTED_MODULE_0__.Pool {
    #host;
    constructor(proxy, options) {
        super(proxy, options);
        this.#host = proxy.host;
    }
    connect(options, callback) {
        if (callback === undefined)
            return this.#tunnel(super.connect(options));
        super.connect(options, callback);
        return undefined;
    }
    async #tunnel(connecting) {
        let data;
        try {
            data = await connecting;
        }
        catch (cause) {
            throw new ProxyError(this.#host, undefined, cause);
        }
        if (data.statusCode === 200)
            return data;
        data.socket.on('error', () => undefined).destroy();
        throw new ProxyError(this.#host, data.statusCode);
    }
}
/** The URL of the proxy for https; undefined if the variable is not set or invalid (see `requireUsableProxy`). */
function httpsProxy(env) {
    const value = variable(env, PROXY)?.value;
    return value === undefined ? undefined : proxyAddress(value);
}
/**
 * The proxy's environment variable with a scheme in its value, for libraries in this process: the client of the artifact
 * storage does not accept `proxy.contoso.com:8080`. Empty if there is no proxy.
 */
function proxyWithScheme(env) {
    const proxy = httpsProxy(env);
    const name = variable(env, PROXY)?.name;
    return proxy === undefined || name === undefined ? {} : { [name]: proxy.href };
}
/** The hosts that NO_PROXY lists. */
function noProxy(env) {
    return variable(env, ['no_proxy', 'NO_PROXY'])?.value ?? '';
}
/**
 * Checks what the environment says about connections. Throws the UserError `PROXY_INVALID`, or `TLS_UNVERIFIED` if it turns off
 * the verification of TLS certificates in Node.js.
 */
function requireSecureEnvironment(env) {
    requireUsableProxy(env);
    if (env.NODE_TLS_REJECT_UNAUTHORIZED !== '0')
        return;
    throw new _errors_js__WEBPACK_IMPORTED_MODULE_1__/* .UserError */ .yo('TLS_UNVERIFIED', 'The environment variable NODE_TLS_REJECT_UNAUTHORIZED is 0: any server could receive the tokens of this run.', {
        hint: 'Remove the variable. If a proxy inspects TLS or a server has a certificate of a private authority, set ' +
            'NODE_EXTRA_CA_CERTS on this machine to the PEM file of the root certificate.',
    });
}
/** Throws the UserError `PROXY_INVALID`, without the value, which may contain a password. */
function requireUsableProxy(env) {
    const proxy = variable(env, PROXY);
    if (proxy === undefined || proxyAddress(proxy.value) !== undefined)
        return;
    throw new _errors_js__WEBPACK_IMPORTED_MODULE_1__/* .UserError */ .yo('PROXY_INVALID', `The environment variable ${proxy.name} is not a valid proxy URL.`, {
        hint: `Set ${proxy.name} on this machine to a URL such as http://proxy.contoso.com:8080, or remove it. Percent-encode ` +
            'special characters of a user name or password. SOCKS proxies are not supported.',
    });
}
/**
 * The secrets in the proxy's URL, also if it is invalid: the password, or a user name without password, which is a token.
 * Each as written, decoded, and as sent in the Authorization header.
 */
function proxySecrets(env) {
    const value = variable(env, PROXY)?.value ?? '';
    // An invalid URL may contain an @ or a / that should have been percent-encoded.
    const [, userInfo = ''] = /^(?:[a-z][a-z\d+.-]*:\/\/)?(.*)@/is.exec(value) ?? [];
    const colon = userInfo.indexOf(':');
    const [username, password] = colon < 0 ? [userInfo, ''] : [userInfo.slice(0, colon), userInfo.slice(colon + 1)];
    const secret = password === '' ? username : password;
    if (secret === '')
        return [];
    const sent = `${decoded(username)}:${decoded(password)}`;
    // `URL` percent-encodes the characters that a URL may not contain.
    const { username: user = '', password: word = '' } = httpsProxy(env) ?? {};
    const secrets = [secret, decoded(secret), Buffer.from(sent).toString('base64'), word === '' ? user : word];
    return [...new Set(secrets)].filter((text) => text !== '');
}
function decoded(text) {
    try {
        return decodeURIComponent(text);
    }
    catch {
        return text;
    }
}
/** As in curl and GitHub's toolkit, the lower-case name has priority, and an empty variable is ignored. */
function variable(env, names) {
    for (const name of names) {
        const value = env[name]?.trim() ?? '';
        if (value !== '')
            return { name, value };
    }
    return undefined;
}
/** Accepts `proxy.contoso.com:8080` without a scheme too. */
function proxyAddress(value) {
    const url = URL.parse(/^[a-z][a-z\d+.-]*:\/\//i.test(value) ? value : `http://${value}`);
    if (url === null || !['http:', 'https:'].includes(url.protocol))
        return undefined;
    try {
        decodeURIComponent(`${url.username}${url.password}`);
    }
    catch {
        return undefined;
    }
    return url;
}


/***/ }),

/***/ 84611:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   $Q: () => (/* binding */ reportRecords),
/* harmony export */   $T: () => (/* binding */ createTableCsv),
/* harmony export */   $d: () => (/* binding */ createReportCsv),
/* harmony export */   dA: () => (/* binding */ violationCells),
/* harmony export */   fU: () => (/* binding */ createViolationsCsv),
/* harmony export */   gM: () => (/* binding */ columnCollisions),
/* harmony export */   ix: () => (/* binding */ reportColumns),
/* harmony export */   jG: () => (/* binding */ violationColumns),
/* harmony export */   j_: () => (/* binding */ tableRecords),
/* harmony export */   qv: () => (/* binding */ tableColumns)
/* harmony export */ });
/* unused harmony export VIOLATION_COLUMNS */
/* harmony import */ var node_path__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(76760);
/* harmony import */ var node_path__WEBPACK_IMPORTED_MODULE_0___default = /*#__PURE__*/__webpack_require__.n(node_path__WEBPACK_IMPORTED_MODULE_0__);
/* harmony import */ var _errors_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(83916);
/* harmony import */ var _policy_subject_js__WEBPACK_IMPORTED_MODULE_12__ = __webpack_require__(50722);
/* harmony import */ var _reports_definition_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(54530);
/* harmony import */ var _reports_known_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(81168);
/* harmony import */ var _run_table_result_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(97007);
/* harmony import */ var _run_mailbox_result_js__WEBPACK_IMPORTED_MODULE_5__ = __webpack_require__(70611);
/* harmony import */ var _text_display_js__WEBPACK_IMPORTED_MODULE_10__ = __webpack_require__(24745);
/* harmony import */ var _page_data_js__WEBPACK_IMPORTED_MODULE_11__ = __webpack_require__(41058);
/* harmony import */ var _csv_file_js__WEBPACK_IMPORTED_MODULE_6__ = __webpack_require__(1745);
/* harmony import */ var _files_temp_folder_js__WEBPACK_IMPORTED_MODULE_7__ = __webpack_require__(82766);
/* harmony import */ var _text_file_js__WEBPACK_IMPORTED_MODULE_8__ = __webpack_require__(14902);
/* harmony import */ var _text_audience_js__WEBPACK_IMPORTED_MODULE_9__ = __webpack_require__(58217);













/** Creates the CSV of a report: every mailbox of the list, in its order. Throws as `createTextFile` does. */
function createReportCsv(file, report, hasVerdicts, options) {
    const rowsOf = ({ reports }) => {
        const result = reports.find(({ definition }) => definition === report);
        if (result === undefined)
            throw new Error(`no rows of the report ${report.name}`);
        return reportRecords(result, hasVerdicts, reports);
    };
    return (0,_csv_file_js__WEBPACK_IMPORTED_MODULE_6__/* .csvSink */ .c9)(file, reportColumns(report, hasVerdicts), { rowsOf }, options);
}
/** Creates the CSV of a table about the tenant. Throws as `createTextFile` does. */
function createTableCsv(file, table, hasVerdicts, options) {
    const rowsOfTable = (result) => result.definition === table ? tableRecords(result, hasVerdicts) : [];
    return (0,_csv_file_js__WEBPACK_IMPORTED_MODULE_6__/* .csvSink */ .c9)(file, tableColumns(table, hasVerdicts), { rowsOfTable }, options);
}
/** The header of a table: its columns, and those of a verdict if the run has a policy. */
function tableColumns({ columns }, hasVerdicts) {
    return [...Object.keys(columns), ..._reports_definition_js__WEBPACK_IMPORTED_MODULE_2__/* .STATUS_COLUMNS */ .bq, ...(hasVerdicts ? _reports_definition_js__WEBPACK_IMPORTED_MODULE_2__/* .VERDICT_COLUMNS */ .aZ : [])];
}
/** The rows of a table as the cells of records, as `reportRecords` has them. */
function* tableRecords({ rows, verdict }, hasVerdicts) {
    for (const [at, { cells, status, error }] of rows.entries()) {
        yield [...cells, status, error, ...(hasVerdicts ? verdictCells(verdict?.rows[at]) : [])];
    }
}
function verdictCells(row) {
    return row === undefined ? ['', ''] : [row.verdict, row.violations.join('; ')];
}
/** The UserErrors `INPUT_INVALID` of columns of `extra-columns` whose names a CSV already has. */
function columnCollisions(reports, listColumns) {
    const taken = new Map();
    for (const name of VIOLATION_COLUMNS)
        taken.set(name.toLowerCase(), 'violations.csv');
    for (const report of reports) {
        const own = reportColumns({ ...report, listColumns: undefined }, true);
        for (const column of own)
            taken.set(column.toLowerCase(), `${report.name}.csv`);
    }
    return listColumns.flatMap((name) => {
        const file = taken.get(name.toLowerCase());
        if (file === undefined)
            return [];
        const message = `${(0,_text_audience_js__WEBPACK_IMPORTED_MODULE_9__/* .theInput */ .y8)('extra-columns')} cannot have ${(0,_text_display_js__WEBPACK_IMPORTED_MODULE_10__/* .shownText */ .f$)(name)}, which is a column of ${file}.`;
        return [new _errors_js__WEBPACK_IMPORTED_MODULE_1__/* .UserError */ .yo('INPUT_INVALID', message, { hint: 'Rename the column in the list, or leave it out.' })];
    });
}
/** The header of a report: its columns, and those of a verdict if the run has a policy. */
function reportColumns(report, hasVerdicts) {
    return [...(0,_reports_definition_js__WEBPACK_IMPORTED_MODULE_2__/* .columnNames */ .lo)(report), ...(hasVerdicts ? _reports_definition_js__WEBPACK_IMPORTED_MODULE_2__/* .VERDICT_COLUMNS */ .aZ : [])];
}
/**
 * The rows of a mailbox as the cells of records: address, the report's columns, those of the list, status, error. If the run has a
 * policy, the verdict and the ids of the violated rules follow; both are blank if no rule applies to the report.
 *
 * @param reports all reports of the mailbox: their rows name what cells have the ids of
 */
function reportRecords({ definition, rows, verdict }, hasVerdicts, reports = []) {
    const shown = shownCells(definition, reports);
    const positions = [...(definition.listColumns?.values() ?? [])];
    return rows.map((row, at) => {
        const { mailbox, cells, status, error } = row;
        const listed = positions.map((position) => mailbox.columns?.[position] ?? '');
        const registered = definition.hasRegister === true ? [registeredCell(row)] : [];
        const record = [mailbox.address, ...shown(cells), ...listed, ...registered, status, error];
        return hasVerdicts ? [...record, ...verdictCells(verdict?.rows[at])] : record;
    });
}
/** What a register says about a row: blank also where it is not known. */
function registeredCell({ content, registration }) {
    if (content === 'none' || registration === undefined || registration.registered === 'not-applicable')
        return null;
    return (0,_reports_known_js__WEBPACK_IMPORTED_MODULE_3__/* .valueOf */ .RP)(registration.registered) ?? null;
}
/** The cells as files show them, of a report in a mailbox. */
function shownCells({ columns, namesOf = {} }, reports) {
    const names = Object.keys(columns).map((name) => {
        const source = Object.hasOwn(namesOf, name) ? namesOf[name] : undefined;
        const other = source && reports.find(({ definition }) => definition.name === source.report);
        if (source === undefined || other === undefined)
            return undefined;
        const position = Object.keys(other.definition.columns).indexOf(source.column);
        return new Map(other.rows.map(({ id, cells }) => [id, cells[position]]));
    });
    if (names.every((one) => one === undefined))
        return (cells) => cells;
    return (cells) => cells.map((cell, at) => names[at]?.get(cell) ?? cell);
}
/**
 * Creates `violations.csv`, with a row for each finding, in the order of `findingRank` and then of the list. Throws as
 * `createTextFile` does.
 */
function createViolationsCsv(file, options, listColumns = []) {
    return new ViolationsCsv(new _csv_file_js__WEBPACK_IMPORTED_MODULE_6__/* .CsvFile */ .fL(file, violationColumns(listColumns), options), options.delimiter, listColumns);
}
/** Findings of the highest rank go to the file at once. The others wait in temporary files. */
class ViolationsCsv {
    #file;
    #delimiter;
    #listColumns;
    #later = new Map();
    #tempFolder;
    #closed;
    constructor(file, delimiter, listColumns) {
        this.#file = file;
        this.#delimiter = delimiter;
        this.#listColumns = listColumns;
    }
    get path() {
        return this.#file.path;
    }
    addTable(result) {
        return this.#addAll((0,_run_table_result_js__WEBPACK_IMPORTED_MODULE_4__/* .tableFindings */ .LV)(result));
    }
    add(result) {
        return this.#addAll((0,_run_mailbox_result_js__WEBPACK_IMPORTED_MODULE_5__/* .findingsOf */ .WX)(result));
    }
    async #addAll(findings) {
        for (const finding of findings) {
            const { verdict, rule } = finding;
            const rank = (0,_page_data_js__WEBPACK_IMPORTED_MODULE_11__/* .findingRank */ .I)({ verdict, severity: rule.severity });
            const cells = violationCells(finding, this.#listColumns);
            await (rank === 0 ? this.#file.write([cells]) : this.#ofRank(rank).write((0,_csv_file_js__WEBPACK_IMPORTED_MODULE_6__/* .csvRecord */ .ef)(cells, this.#delimiter)));
        }
    }
    close() {
        this.#closed ??= this.#close();
        return this.#closed;
    }
    #ofRank(rank) {
        this.#tempFolder ??= (0,_files_temp_folder_js__WEBPACK_IMPORTED_MODULE_7__/* .makeTempFolder */ .Pd)(node_path__WEBPACK_IMPORTED_MODULE_0___default().dirname(this.path), 'violations-');
        const file = this.#later.get(rank) ?? (0,_text_file_js__WEBPACK_IMPORTED_MODULE_8__/* .createTextFile */ .Qz)(node_path__WEBPACK_IMPORTED_MODULE_0___default().join(this.#tempFolder, String(rank)));
        this.#later.set(rank, file);
        return file;
    }
    async #close() {
        try {
            await (0,_text_file_js__WEBPACK_IMPORTED_MODULE_8__/* .closeAll */ .S5)([...this.#later.values()]);
            for (const rank of [...this.#later.keys()].sort())
                await this.#file.append(this.#ofRank(rank).path);
        }
        finally {
            await (0,_text_file_js__WEBPACK_IMPORTED_MODULE_8__/* .closeAll */ .S5)([this.#file]).finally(() => (0,_files_temp_folder_js__WEBPACK_IMPORTED_MODULE_7__/* .removeTemp */ .DO)(this.#tempFolder));
        }
    }
}
/** The header of `violations.csv`: the columns of the list follow the mailbox. */
function violationColumns(listColumns) {
    return VIOLATION_COLUMNS.flatMap((name) => (name === _reports_definition_js__WEBPACK_IMPORTED_MODULE_2__/* .MAILBOX_COLUMN */ .aN ? [name, ...listColumns] : [name]));
}
/** The columns of `violations.csv`. */
const VIOLATION_COLUMNS = [
    'Rule',
    'Title',
    'Severity',
    'Report',
    'MailboxName',
    // Which of the mailbox's rows: the inbox rule, the folder.
    'Item',
    'Message',
    'Column',
    'Found',
    'Expected',
    'Verdict',
    'Since',
    'Exemption',
];
/** The cells of a finding. */
function violationCells(finding, listColumns = []) {
    const { rule, subject, item, message, column, found, expected, verdict, since = '', exemption } = finding;
    const why = exemption === undefined ? '' : `${exemption.reason} (${exemption.owner}, until ${exemption.expires})`;
    const { id, title, severity, report } = rule;
    const inList = (0,_policy_subject_js__WEBPACK_IMPORTED_MODULE_12__/* .listCellsOf */ .zM)(subject);
    const listed = listColumns.map((_, at) => inList[at] ?? '');
    return [
        id,
        title,
        severity,
        report,
        (0,_policy_subject_js__WEBPACK_IMPORTED_MODULE_12__/* .addressOf */ .ci)(subject),
        ...listed,
        item,
        message,
        column,
        found,
        expected,
        verdict,
        since,
        why,
    ];
}


/***/ }),

/***/ 51107:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   L: () => (/* binding */ pageRules),
/* harmony export */   Q: () => (/* binding */ pageRule)
/* harmony export */ });
/* harmony import */ var node_util__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(57975);
/* harmony import */ var node_util__WEBPACK_IMPORTED_MODULE_0___default = /*#__PURE__*/__webpack_require__.n(node_util__WEBPACK_IMPORTED_MODULE_0__);
/* harmony import */ var _policy_policy_definition_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(23338);
/* harmony import */ var _reports_built_in_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(42235);
/* harmony import */ var _reports_definition_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(54530);
/* harmony import */ var _reports_row_identity_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(53894);





/** The rules of a policy, as the views of mailboxes show them. */
function pageRules(policy) {
    return (policy?.rules ?? []).map(pageRule);
}
/** A rule as the page has it. */
function pageRule(rule) {
    const { id, title, report, help } = rule;
    const definition = _reports_built_in_js__WEBPACK_IMPORTED_MODULE_2__/* .builtInReports */ .vc.get(report);
    const { removal } = definition ?? {};
    const corrected = definition && (0,_policy_policy_definition_js__WEBPACK_IMPORTED_MODULE_1__/* .correctedReport */ .mh)(definition, Object.keys(rule.expect));
    const { corrects } = (corrected === undefined ? undefined : _reports_built_in_js__WEBPACK_IMPORTED_MODULE_2__/* .builtInReports */ .vc.get(corrected)) ?? {};
    const settings = corrects && definition && settingsOf(rule, definition, corrects);
    return {
        id,
        title,
        report,
        help,
        item: definition && (0,_reports_row_identity_js__WEBPACK_IMPORTED_MODULE_4__/* .itemColumns */ .P1)(definition).flatMap((part) => [part].flat().slice(0, 1)),
        command: (settings && corrects.command(settings)) ?? (definition && manualCommand(rule, definition)),
        note: corrects?.note,
        removal,
        isPlanned: rule.set !== undefined,
    };
}
/** The command for the only value that a rule accepts of its only column. */
function manualCommand({ expect }, own) {
    const [first, ...others] = Object.entries(expect);
    if (first === undefined || others.length > 0)
        return undefined;
    const [written, schema] = first;
    const { report, column } = (0,_reports_definition_js__WEBPACK_IMPORTED_MODULE_3__/* .columnOf */ .uV)(own, written);
    const value = onlyValue(schema);
    return _reports_built_in_js__WEBPACK_IMPORTED_MODULE_2__/* .builtInReports */ .vc.get(report)?.manual?.find((one) => one.column === column && one.value === value)?.command;
}
/** What a violating mailbox is to be changed to: the rule's `set`, or the only values that it accepts of settings. */
function settingsOf({ set, expect }, own, corrects) {
    if (set !== undefined)
        return Object.fromEntries(set.map(({ path, value }) => [path, value]));
    const settings = {};
    for (const [written, schema] of Object.entries(expect)) {
        const { column } = (0,_reports_definition_js__WEBPACK_IMPORTED_MODULE_3__/* .columnOf */ .uV)(own, written);
        const values = valuesFor(column, onlyValue(schema), corrects);
        if (values === undefined)
            return undefined;
        Object.assign(settings, values);
    }
    return settings;
}
function valuesFor(column, value, { settings, columns = [] }) {
    if (value === undefined)
        return undefined;
    const other = columns.find((one) => one.column === column && (0,node_util__WEBPACK_IMPORTED_MODULE_0__.isDeepStrictEqual)(one.value, value));
    return other?.set ?? (Object.hasOwn(settings, column) ? { [column]: value } : undefined);
}
/** The value that a schema accepts, if it is a single one; undefined if it may accept others. */
function onlyValue(schema) {
    if (typeof schema === 'boolean')
        return undefined;
    if (schema.const !== undefined)
        return schema.const;
    if (schema.type === 'null')
        return null;
    if (schema.maxItems === 0)
        return [];
    return Array.isArray(schema.enum) && schema.enum.length === 1 ? schema.enum[0] : undefined;
}


/***/ }),

/***/ 98651:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   AX: () => (/* binding */ loadArtifactClient),
/* harmony export */   Wh: () => (/* binding */ unlessAborted),
/* harmony export */   uS: () => (/* binding */ isArtifactClient)
/* harmony export */ });
/* harmony import */ var node_async_hooks__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(16698);
/* harmony import */ var node_async_hooks__WEBPACK_IMPORTED_MODULE_0___default = /*#__PURE__*/__webpack_require__.n(node_async_hooks__WEBPACK_IMPORTED_MODULE_0__);
/* harmony import */ var _auth_redact_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(95353);
/* harmony import */ var _errors_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(83916);



/**
 * Loads the client only when it is needed: it loads more slowly than everything else. Its errors have the text of GitHub's
 * services, in which tokens that they echo are redacted.
 */
async function loadArtifactClient() {
    const client = new (await Promise.all(/* import() */[__webpack_require__.e(659), __webpack_require__.e(584)]).then(__webpack_require__.bind(__webpack_require__, 20584))).DefaultArtifactClient();
    return {
        uploadArtifact: (...parameters) => called(() => client.uploadArtifact(...parameters)),
        listArtifacts: (...parameters) => called(() => client.listArtifacts(...parameters)),
        deleteArtifact: (...parameters) => called(() => client.deleteArtifact(...parameters)),
        downloadArtifact: (id, options) => called(() => client.downloadArtifact(id, options)),
    };
}
const calls = new node_async_hooks__WEBPACK_IMPORTED_MODULE_0__.AsyncLocalStorage();
/** Whether the caller is the client, which logs each of its steps and has no option for its log. */
function isArtifactClient() {
    return calls.getStore() === true;
}
/** Calls the client, and removes from its errors the token of the job, which it takes from the environment. */
function called(call) {
    return calls.run(true, call).catch((error) => {
        throw new Error((0,_auth_redact_js__WEBPACK_IMPORTED_MODULE_1__/* .redacted */ .pc)((0,_errors_js__WEBPACK_IMPORTED_MODULE_2__/* .describeError */ .Uc)(error), [process.env.ACTIONS_RUNTIME_TOKEN]));
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
