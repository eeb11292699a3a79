export const id = 314;
export const ids = [314];
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
// EXTERNAL MODULE: ./src/outputs/page/report-page.ts + 8 modules
var report_page = __webpack_require__(76133);
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
    return (code) => {
        stdout.write('', () => {
            if (failure === undefined)
                process.exit(code);
            stderr.write(`The log could not be written completely: ${failure.message}\n`, () => process.exit(1));
        });
    };
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

/***/ 37126:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   c9: () => (/* binding */ csvSink),
/* harmony export */   fL: () => (/* binding */ CsvFile)
/* harmony export */ });
/* unused harmony export csvRecord */
/* harmony import */ var csv_stringify_sync__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(96789);
/* harmony import */ var _text_csv_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(13339);
/* harmony import */ var _text_file_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(14902);



const BYTE_ORDER_MARK = '\uFEFF';
/** Also at semicolons and tabs, at which Excel and LibreOffice split in some locales. */
const QUOTED = /[",;\t\r\n]/;
/** A record of RFC 4180 with its CRLF, except for another delimiter. Formulas are defused. */
function csvRecord(cells, delimiter = ',') {
    return (0,csv_stringify_sync__WEBPACK_IMPORTED_MODULE_0__/* .stringify */ .A)([cells.map(_text_csv_js__WEBPACK_IMPORTED_MODULE_2__/* .defusedText */ .W)], { delimiter, record_delimiter: '\r\n', quoted_match: QUOTED });
}
/** A CSV that is being written: RFC 4180 except for the delimiter, CRLF, UTF-8. */
class CsvFile {
    #file;
    #delimiter;
    /** Creates the file with its header. Throws as `createTextFile` does. */
    constructor(file, columns, { bom, delimiter }) {
        this.#file = (0,_text_file_js__WEBPACK_IMPORTED_MODULE_1__/* .createTextFile */ .Qz)(file, (bom ? BYTE_ORDER_MARK : '') + csvRecord(columns, delimiter));
        this.#delimiter = delimiter;
    }
    get path() {
        return this.#file.path;
    }
    write(records) {
        if (records.length === 0)
            return;
        return this.#file.write(records.map((cells) => csvRecord(cells, this.#delimiter)).join(''));
    }
    /** Writes the records so far to the disk. */
    flush() {
        return this.#file.flush();
    }
    close() {
        return this.#file.close();
    }
}
/**
 * Creates a CSV with the records of each mailbox, in the order of the list. Throws as `createTextFile` does.
 *
 * @param rowsOf the records of a mailbox
 * @param lastRows records after those of the last mailbox, once the run has a result
 */
function csvSink(path, columns, rowsOf, { lastRows, ...options }) {
    const file = new CsvFile(path, columns, options);
    let isComplete = false;
    return {
        path,
        add: (result) => file.write(rowsOf(result)),
        close: async (summary) => {
            if (summary !== undefined && !isComplete) {
                isComplete = true;
                for (const cells of lastRows?.(summary) ?? [])
                    await file.write([cells]);
            }
            await file.close();
        },
    };
}


/***/ }),

/***/ 3075:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   DO: () => (/* binding */ removeTemp),
/* harmony export */   Pd: () => (/* binding */ makeTempFolder),
/* harmony export */   cw: () => (/* binding */ outputError),
/* harmony export */   ne: () => (/* binding */ createOutputDirectory)
/* harmony export */ });
/* harmony import */ var node_fs__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(73024);
/* harmony import */ var node_fs__WEBPACK_IMPORTED_MODULE_0___default = /*#__PURE__*/__webpack_require__.n(node_fs__WEBPACK_IMPORTED_MODULE_0__);
/* harmony import */ var node_fs_promises__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(51455);
/* harmony import */ var node_fs_promises__WEBPACK_IMPORTED_MODULE_1___default = /*#__PURE__*/__webpack_require__.n(node_fs_promises__WEBPACK_IMPORTED_MODULE_1__);
/* harmony import */ var node_path__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(76760);
/* harmony import */ var node_path__WEBPACK_IMPORTED_MODULE_2___default = /*#__PURE__*/__webpack_require__.n(node_path__WEBPACK_IMPORTED_MODULE_2__);
/* harmony import */ var _errors_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(83916);




/**
 * The folder that this run writes to, created if it is missing: the input `output-directory`, relative to the workspace, or
 * a new folder under RUNNER_TEMP, so that two uses in one job do not overwrite each other. Rejects with the UserError
 * `OUTPUT_UNWRITABLE`.
 */
async function createOutputDirectory(given, { workspace, tempFolder }) {
    const folder = given === undefined ? tempFolder : node_path__WEBPACK_IMPORTED_MODULE_2___default().resolve(workspace, given);
    try {
        await (0,node_fs_promises__WEBPACK_IMPORTED_MODULE_1__.mkdir)(folder, { recursive: true });
        return given === undefined ? await (0,node_fs_promises__WEBPACK_IMPORTED_MODULE_1__.mkdtemp)(node_path__WEBPACK_IMPORTED_MODULE_2___default().join(folder, 'mailbox-report-')) : folder;
    }
    catch (error) {
        throw outputError(folder, error);
    }
}
/**
 * Creates a folder with a new name for temporary files of a report, and returns its path. The folder around it is created if
 * it is missing. Throws the UserError `OUTPUT_UNWRITABLE`.
 */
function makeTempFolder(folder, prefix) {
    try {
        (0,node_fs__WEBPACK_IMPORTED_MODULE_0__.mkdirSync)(folder, { recursive: true });
        return (0,node_fs__WEBPACK_IMPORTED_MODULE_0__.mkdtempSync)(node_path__WEBPACK_IMPORTED_MODULE_2___default().join(folder, prefix));
    }
    catch (error) {
        throw outputError(folder, error);
    }
}
/** On Windows, a file cannot be removed while a virus scanner or indexer has it open. */
const RETRIES = { maxRetries: 5, retryDelay: 100 };
/**
 * Removes a temporary file or folder; undefined if none was created. Never rejects: what is left has nothing that the
 * report lacks, and must not fail it.
 */
async function removeTemp(temp) {
    if (temp === undefined)
        return;
    await (0,node_fs_promises__WEBPACK_IMPORTED_MODULE_1__.rm)(temp, { recursive: true, force: true, ...RETRIES }).catch(() => undefined);
}
const REASONS = new Map([
    ['ENOSPC', 'the disk is full'],
    ['EDQUOT', 'the disk quota is used up'],
    ['EACCES', 'this user may not write there'],
    ['EPERM', 'this user may not write there'],
    ['EROFS', 'the disk is read-only'],
    ['EISDIR', 'a folder has that name'],
    ['ENOTDIR', 'a part of the path is a file'],
    ['EEXIST', 'a part of the path is a file'],
    ['ENAMETOOLONG', 'the path is too long'],
]);
/** The UserError `OUTPUT_UNWRITABLE` for a file, with what the file system threw. */
function outputError(path, thrown) {
    const reason = REASONS.get((0,_errors_js__WEBPACK_IMPORTED_MODULE_3__/* .systemErrorCode */ .vq)(thrown)) ?? (0,_errors_js__WEBPACK_IMPORTED_MODULE_3__/* .describeError */ .Uc)(thrown);
    return new _errors_js__WEBPACK_IMPORTED_MODULE_3__/* .UserError */ .yo('OUTPUT_UNWRITABLE', `${path} cannot be written: ${reason}.`, {
        hint: 'Set "output-directory" to a folder that this step may write to and that has room, or omit it for a folder under RUNNER_TEMP.',
        cause: thrown,
    });
}


/***/ }),

/***/ 14902:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   Qz: () => (/* binding */ createTextFile),
/* harmony export */   S5: () => (/* binding */ closeAll),
/* harmony export */   x3: () => (/* binding */ createFile)
/* harmony export */ });
/* unused harmony export TextFile */
/* harmony import */ var node_fs__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(73024);
/* harmony import */ var node_fs__WEBPACK_IMPORTED_MODULE_0___default = /*#__PURE__*/__webpack_require__.n(node_fs__WEBPACK_IMPORTED_MODULE_0__);
/* harmony import */ var _errors_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(83916);
/* harmony import */ var _output_directory_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(3075);



/** Characters that are collected before they are written to the disk. */
const CHUNK = 64 * 1024;
/**
 * Creates a text file in UTF-8, in a folder that exists. A file of that name is replaced, never written to: it may be a
 * link to another file, or a pipe. Throws the UserError `OUTPUT_UNWRITABLE` at once, before anything is requested from
 * Graph.
 */
function createTextFile(file, start = '') {
    return new TextFile(file, createFile(file), start);
}
/** Creates a file as `createTextFile` does. */
function createFile(file) {
    try {
        removeExisting(file);
        // With `x` no link is followed either: https://pubs.opengroup.org/onlinepubs/9799919799/functions/open.html
        return (0,node_fs__WEBPACK_IMPORTED_MODULE_0__.createWriteStream)(file, { fd: (0,node_fs__WEBPACK_IMPORTED_MODULE_0__.openSync)(file, 'wx') });
    }
    catch (error) {
        throw (0,_output_directory_js__WEBPACK_IMPORTED_MODULE_2__/* .outputError */ .cw)(file, error);
    }
}
function removeExisting(file) {
    try {
        (0,node_fs__WEBPACK_IMPORTED_MODULE_0__.unlinkSync)(file);
    }
    catch (error) {
        if ((0,_errors_js__WEBPACK_IMPORTED_MODULE_1__/* .systemErrorCode */ .vq)(error) !== 'ENOENT')
            throw error;
    }
}
/** Closes all files, even if one of them fails. Rejects with the error of the first file that cannot be closed. */
async function closeAll(files) {
    const closings = await Promise.allSettled(files.map((file) => file.close()));
    const failed = closings.find((closing) => closing.status === 'rejected');
    if (failed !== undefined)
        throw failed.reason;
}
/**
 * A text file of any length that is being written; one chunk of it is in memory. Closing it writes the rest, also after a
 * run was cancelled.
 */
class TextFile {
    path;
    #stream;
    /** Not yet handed to the stream. */
    #text;
    #failure;
    #closed;
    constructor(file, stream, start) {
        this.path = file;
        this.#stream = stream;
        this.#text = start;
        stream.on('error', (error) => {
            this.#failure = (0,_output_directory_js__WEBPACK_IMPORTED_MODULE_2__/* .outputError */ .cw)(file, error);
        });
    }
    /**
     * Writes text. If it returns a promise, await it before the next write: the disk is slower, and text would collect in
     * memory. Throws, or rejects with, the UserError `OUTPUT_UNWRITABLE` if the disk failed.
     */
    write(text) {
        if (this.#failure !== undefined)
            throw this.#failure;
        if (this.#closed !== undefined)
            throw new Error(`${this.path} is closed`);
        const collectedRows = this.#text + text;
        if (collectedRows.length < CHUNK) {
            this.#text = collectedRows;
            return;
        }
        this.#text = '';
        if (!this.#stream.write(collectedRows))
            return this.#drained();
    }
    /** Writes the text so far to the disk. Rejects as `write` does. */
    async flush() {
        const text = this.#text;
        this.#text = '';
        await new Promise((resolve, reject) => {
            this.#stream.write(text, (error) => {
                if (error)
                    reject((0,_output_directory_js__WEBPACK_IMPORTED_MODULE_2__/* .outputError */ .cw)(this.path, error));
                else
                    resolve();
            });
        });
    }
    /** Appends the content of another file, or its first bytes. Rejects as `write` does. */
    async append(file, bytes = Infinity) {
        if (bytes === 0)
            return;
        try {
            const chunks = (0,node_fs__WEBPACK_IMPORTED_MODULE_0__.createReadStream)(file, { encoding: 'utf8', end: bytes - 1 });
            for await (const chunk of chunks)
                await this.write(chunk);
        }
        catch (error) {
            throw this.#failure ?? (0,_output_directory_js__WEBPACK_IMPORTED_MODULE_2__/* .outputError */ .cw)(file, error);
        }
    }
    /**
     * Resolves when the file has all text, with `end` as the last; a second call returns the same promise. Rejects as
     * `write` does.
     */
    close(end = '') {
        this.#closed ??= this.#end(end);
        return this.#closed;
    }
    #drained() {
        return new Promise((resolve, reject) => {
            const settle = () => {
                this.#stream.off('drain', settle).off('close', settle);
                if (this.#failure === undefined)
                    resolve();
                else
                    reject(this.#failure);
            };
            this.#stream.on('drain', settle).on('close', settle);
        });
    }
    async #end(end) {
        if (!this.#stream.closed) {
            const closed = new Promise((resolve) => this.#stream.once('close', resolve));
            this.#stream.end(this.#text + end);
            await closed;
        }
        if (this.#failure !== undefined)
            throw this.#failure;
    }
}


/***/ }),

/***/ 54530:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   HV: () => (/* binding */ UNKNOWN),
/* harmony export */   In: () => (/* binding */ INCONCLUSIVE_MEMBER),
/* harmony export */   J4: () => (/* binding */ childrenPath),
/* harmony export */   Uq: () => (/* binding */ isExchangeReport),
/* harmony export */   Zq: () => (/* binding */ requestPath),
/* harmony export */   aN: () => (/* binding */ MAILBOX_COLUMN),
/* harmony export */   aZ: () => (/* binding */ VERDICT_COLUMNS),
/* harmony export */   bq: () => (/* binding */ STATUS_COLUMNS),
/* harmony export */   lo: () => (/* binding */ columnNames),
/* harmony export */   tr: () => (/* binding */ reportLabel),
/* harmony export */   uF: () => (/* binding */ unitOf),
/* harmony export */   xg: () => (/* binding */ isGraphReport)
/* harmony export */ });
/* harmony import */ var _text_numbers_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(92613);

/** The column that names the mailbox: the first in every report. */
const MAILBOX_COLUMN = 'MailboxName';
/** The columns that say whether a mailbox was read: after the report's own. */
const STATUS_COLUMNS = ['Status', 'Error'];
/** Reports write it into a cell that they derive from properties that the service does not show. */
const UNKNOWN = 'inconclusive';
/** In the JSON report, the member of a row with the columns whose value is not fully known. */
const INCONCLUSIVE_MEMBER = 'Inconclusive';
/** The columns that a policy adds. Reports cannot use these names. */
const VERDICT_COLUMNS = ['Verdict', 'Violations'];
/** Whether a report is read from Exchange Online rather than Graph. */
function isExchangeReport(report) {
    return report.source === 'exchange';
}
/** The name of a report for people, marked if it is experimental. */
function reportLabel(report) {
    return isExchangeReport(report) ? `${report.name} (experimental)` : report.name;
}
/** Whether a report is read from Graph. */
function isGraphReport(report) {
    return report.source !== 'exchange';
}
/** What a row of a report is. */
function unitOf({ unit, rows }) {
    const singular = unit ?? (rows === undefined ? 'mailbox' : 'row');
    return { singular, plural: (0,_text_numbers_js__WEBPACK_IMPORTED_MODULE_0__/* .pluralOf */ ._l)(singular) };
}
/** The header of a report's CSV. */
function columnNames(report) {
    return [MAILBOX_COLUMN, ...Object.keys(report.columns), ...STATUS_COLUMNS];
}
/** The path of a report's request below `/users/{mailbox}/`, with its query, percent-encoded. */
function requestPath({ path, query }) {
    return path + encodedQuery(query);
}
/** The path that requests the children of a row. `template` has `{id}` where the row's id goes. */
function childrenPath(template, id, query) {
    return template.replace('{id}', () => encodeURIComponent(id)) + encodedQuery(query);
}
/** Not every server decodes the `$` of OData's option names, so it is not encoded. */
function encodedQuery(query = {}) {
    const options = Object.entries(query).map(([name, value]) => `${encoded(name)}=${encoded(value)}`);
    return options.length === 0 ? '' : `?${options.join('&')}`;
}
function encoded(text) {
    return encodeURIComponent(text).replaceAll('%24', '$').replaceAll('%2C', ',');
}


/***/ }),

/***/ 758:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   O: () => (/* binding */ unreadableRow),
/* harmony export */   R: () => (/* binding */ rowsOf)
/* harmony export */ });
/** Converts a query result to rows. A mailbox without items, or one that could not be read, has one blank row. */
function rowsOf(mailbox, result, definition) {
    if (result.status !== 'ok')
        return [blankRow(mailbox, definition, result)];
    const [first, ...others] = result.value.map(({ failure, ...row }) => {
        return { mailbox, status: 'ok', error: '', ...failure, content: 'item', ...row };
    });
    return first === undefined ? [blankRow(mailbox, definition, { status: 'ok', error: '' })] : [first, ...others];
}
/**
 * A row that could not be read, or not with all rows below it; undefined if there is none. The mailbox then counts as unreadable in
 * the report, and its other rows are kept.
 */
function unreadableRow(rows) {
    return rows.find(({ status }) => status !== 'ok');
}
function blankRow(mailbox, { columns }, { status, error }) {
    return { mailbox, status, error, content: 'none', cells: Object.keys(columns).map(() => null) };
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


/***/ }),

/***/ 70611:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   Gr: () => (/* binding */ mailboxResult),
/* harmony export */   WX: () => (/* binding */ findingsOf),
/* harmony export */   dG: () => (/* binding */ UNREADABLE_STATUSES)
/* harmony export */ });
/* harmony import */ var _reports_rows_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(758);

/** Turns the answers of a mailbox into rows. Verdicts are added by the stages. */
function mailboxResult({ mailbox, results }, definitions) {
    const reports = definitions.map((definition, at) => {
        const result = results[at];
        if (result === undefined)
            throw new Error(`no result of the report ${definition.name}`);
        return { definition, rows: (0,_reports_rows_js__WEBPACK_IMPORTED_MODULE_0__/* .rowsOf */ .R)(mailbox, result, definition), verdict: undefined };
    });
    return { mailbox, ...statusOf(reports), reports };
}
/** The findings of a mailbox, by report and rule, in the order of both. */
function findingsOf({ reports }) {
    return reports.flatMap(({ verdict }) => verdict?.rules.flatMap(({ findings }) => findings) ?? []);
}
/** Causes that concern the mailbox as a whole come before those that may concern one report, such as a missing permission. */
const UNREADABLE_STATUSES = [
    'cancelled',
    'not-found',
    'no-mailbox',
    'throttled',
    'failed',
    'access-denied',
];
/** The status of the mailbox: that of its most severe report, which is named unless all reports have the same status. */
function statusOf(reports) {
    if (reports.every(({ rows }) => (0,_reports_rows_js__WEBPACK_IMPORTED_MODULE_0__/* .unreadableRow */ .O)(rows) === undefined))
        return { status: 'ok', error: '' };
    const status = UNREADABLE_STATUSES.find((cause) => reports.some(({ rows }) => rows.some((row) => row.status === cause)));
    if (status === undefined)
        return { status: 'ok', error: '' };
    const concerned = reports.filter(({ rows }) => rows.some((row) => row.status === status));
    const error = concerned[0]?.rows.find((row) => row.status === status)?.error ?? '';
    if (concerned.length === reports.length)
        return { status, error };
    return { status, error: `${concerned.map(({ definition }) => definition.name).join(', ')}: ${error}` };
}


/***/ })

};
