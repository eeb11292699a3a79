export const id = 839;
export const ids = [839,101];
export const modules = {

/***/ 83916:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   Fg: () => (/* binding */ reworded),
/* harmony export */   J_: () => (/* binding */ copyInOrder),
/* harmony export */   LM: () => (/* binding */ hintLines),
/* harmony export */   MK: () => (/* binding */ withoutCode),
/* harmony export */   Uc: () => (/* binding */ describeError),
/* harmony export */   gr: () => (/* binding */ asProblem),
/* harmony export */   vX: () => (/* binding */ collectProblems),
/* harmony export */   vd: () => (/* binding */ requireValue),
/* harmony export */   vq: () => (/* binding */ systemErrorCode),
/* harmony export */   yo: () => (/* binding */ UserError)
/* harmony export */ });
/* unused harmony export ERROR_CODES */
/* harmony import */ var node_util__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(57975);
/* harmony import */ var node_util__WEBPACK_IMPORTED_MODULE_0___default = /*#__PURE__*/__webpack_require__.n(node_util__WEBPACK_IMPORTED_MODULE_0__);
/* harmony import */ var _json_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(8301);


/** The codes of errors and warnings, in the order of docs/troubleshooting.md, which explains each. */
const ERROR_CODES = (/* unused pure expression or super */ null && ([
    // Inputs
    'INPUT_MISSING',
    'INPUT_INVALID',
    'REPORT_FILE',
    'REPORT_NAME_TAKEN',
    'EXPRESSION',
    'NOT_A_WORKFLOW',
    'UNEXPECTED',
    // The PFX
    'EMPTY',
    'NOT_BASE64',
    'IS_PEM',
    'NOT_PFX',
    'BAD_PASSWORD',
    'KEY_PASSWORD',
    'NO_PRIVATE_KEY',
    'NO_CERTIFICATE',
    'KEY_NOT_RSA',
    'KEY_TOO_SHORT',
    'KEY_DAMAGED',
    'CERTIFICATE_DAMAGED',
    'KEY_CERT_MISMATCH',
    'MANY_KEYS',
    'UNSUPPORTED',
    'EXPIRED',
    'NOT_YET_VALID',
    // Signing in
    'GRAPH_TOKEN_REJECTED',
    'GRAPH_DENIED',
    'EXCHANGE_DENIED',
    'OIDC_UNAVAILABLE',
    'OIDC_REFUSED',
    'OIDC_UNREACHABLE',
    'ASSERTION_UNUSABLE',
    'ACCESS_TOKEN_UNUSABLE',
    'TENANT_DIFFERS',
    'MANAGED_IDENTITY_UNAVAILABLE',
    'MANAGED_IDENTITY_REFUSED',
    'ENTRA_UNREACHABLE',
    'NOT_ENTRA',
    'PROXY_INVALID',
    'TLS_UNVERIFIED',
    // The mailbox list
    'LIST_NOT_FOUND',
    'LIST_OUTSIDE_WORKSPACE',
    'LIST_INCOMPLETE',
    'LIST_IS_DIRECTORY',
    'LIST_UNREADABLE',
    'LIST_GLOB_TOO_BROAD',
    'LIST_FORMAT',
    'LIST_TOO_LARGE',
    'LIST_ENCODING',
    'LIST_MALFORMED',
    'LIST_NO_COLUMN',
    'ADDRESS_MALFORMED',
    'ADDRESS_REPEATED',
    'LIST_EMPTY',
    // The policy
    'POLICY_FILE',
    'EXEMPTION_EXPIRED',
    'EXEMPTION_ENDS',
    'EXEMPTION_UNUSED',
    'RULE_UNUSED',
    'RULE_CHECKS_NOTHING',
    'VALUE_UNDOCUMENTED',
    'NAME_COMPARED',
    'TYPE_MISSING',
    'EXEMPTION_BROAD',
    'EXEMPTION_FAR',
    'BLANK_CELLS',
    'CATALOGUE_FILE',
    'BASELINE_FILE',
    'BASELINE_UNUSED',
    'REGISTER_FILE',
    // Comparing
    'COMPARE_UNAVAILABLE',
    // Reading
    'NAMES_CONCEALED',
    'GRAPH_LISTING',
    'EXCHANGE_LISTING',
    'INCOMPLETE',
    'UNLISTED',
    'VIOLATIONS',
    'CANCELLED',
    // Merging shards
    'SHARD_NOT_FOUND',
    'SHARD_UNUSABLE',
    // Remediation
    'WRITE_DENIED',
    'SET_CONFLICT',
    'SET_REFUSED',
    'PLAN_FILE',
    'PLAN_CHANGED',
    'PLAN_EXPIRED',
    'PLAN_TOO_LARGE',
    'REGISTER_INCOMPLETE',
    'CHANGES_FAILED',
    'UNDO_FILE',
    // Files and artifact
    'OUTPUT_UNWRITABLE',
    'OUTPUTS_UNWRITABLE',
    'ARTIFACT_NAME_TAKEN',
    'ARTIFACT_FAILED',
    'ARTIFACT_UNAVAILABLE',
    'ARTIFACT_GHES',
    // At the terminal
    'PERSON_NOT_FOUND',
    'NAME_INVALID',
    'DATES_INVALID',
    'NO_TERMINAL',
    'CONFIG_FILE',
    'OUTPUT_FOLDER',
    'FILE_EXISTS',
    'FILE_UNWRITABLE',
    'PFX_UNREADABLE',
    'SMTP_UNREACHABLE',
    'SMTP_TLS',
    'SMTP_CERTIFICATE',
    'SMTP_REFUSED',
    'REPORT_UNREADABLE',
    'SETUP_SIGN_IN',
    'SETUP_DENIED',
    'SETUP_REFUSED',
    'SETUP_FAILED',
    'SETUP_GITHUB',
    'SETUP_RECORD',
    'SUBJECT_UNKNOWN',
]));
/**
 * A failure that users can fix. The message says what happened and the hint what to do. Both are printed without a stack
 * trace, and must contain no secret.
 */
class UserError extends Error {
    name = 'UserError';
    /** Stable. */
    code;
    hint;
    copy;
    place;
    constructor(code, message, options) {
        super(message, options.cause === undefined ? {} : { cause: options.cause });
        this.code = code;
        this.hint = options.hint;
        this.copy = options.copy ?? [];
        this.place = options.place;
    }
}
/** The value of a checked file. Throws its first problem with the place, and with the number of other problems of the file. */
function requireValue({ value, problems: [first, ...rest] }) {
    if (first !== undefined)
        throw firstOf(first, rest);
    if (value === undefined)
        throw new TypeError('a check gave neither a value nor a problem');
    return value;
}
function firstOf(first, rest) {
    const { message, hint, place: { file, line, column } = {} } = first;
    if (line === undefined || column === undefined)
        return first;
    const otherCount = rest.filter(({ place }) => place?.file === file).length;
    const follow = otherCount === 0 ? '' : ` (${otherCount} more ${otherCount === 1 ? 'problem follows' : 'problems follow'})`;
    return reworded(first, `${file}, line ${line}, column ${column}: ${message.replace(/\.$/, '')}${follow}.`, hint);
}
/** A UserError that was thrown, as a problem. Throws any other error. */
function asProblem(thrown) {
    if (thrown instanceof UserError)
        return thrown;
    throw thrown;
}
/** A check that turns a UserError that is thrown into its problem. */
async function collectProblems(check) {
    try {
        return await check();
    }
    catch (error) {
        return { value: undefined, problems: [asProblem(error)] };
    }
}
/** The message of an error whose code is shown beside it. Messages of Entra ID start with their code. */
function withoutCode({ code, message }) {
    return message.startsWith(`${code}: `) ? message.slice(code.length + 2) : message;
}
/** The same error with another message and hint. */
function reworded({ code, copy, place, cause }, message, hint) {
    return new UserError(code, message, { hint, copy, place, cause });
}
/** The hint of an error, and what to copy, each on lines of its own: values before the hint that is about them, others below it. */
function hintLines({ hint, copy = [] }) {
    const [first, others] = copyInOrder(copy);
    return [
        ...first.map(({ label, text }) => `${label}: ${text}`),
        hint,
        ...others.map(({ label, text }) => `${label}:\n${text}`),
    ].join('\n');
}
/** What to copy before a hint, and after it. */
function copyInOrder(copy) {
    return [copy.filter(({ isFirst }) => isFirst === true), copy.filter(({ isFirst }) => isFirst !== true)];
}
/** The code of a system error such as `ENOENT`; '' for any other error. */
function systemErrorCode(thrown) {
    return (0,_json_js__WEBPACK_IMPORTED_MODULE_1__/* .isRecord */ .u4)(thrown) && typeof thrown.code === 'string' ? thrown.code : '';
}
/** The message of anything that was thrown, followed by the messages of its causes: `a: b: c`. */
function describeError(thrown) {
    const parts = [];
    const seen = new Set();
    for (let error = thrown; error !== undefined && error !== null && !seen.has(error);) {
        seen.add(error);
        if (error instanceof AggregateError && error.message === '') {
            parts.push(error.errors.map(describeError).join(', '));
            break;
        }
        const text = messageOf(error);
        if (!parts.includes(text))
            parts.push(text);
        error = (0,_json_js__WEBPACK_IMPORTED_MODULE_1__/* .isRecord */ .u4)(error) ? error.cause : undefined;
    }
    return parts.join(': ');
}
/** By its shape: an error of another realm, as Node's own are inside a test's, is no instance of this one's `Error`. */
function messageOf(thrown) {
    if (typeof thrown === 'string')
        return thrown;
    if (!(0,_json_js__WEBPACK_IMPORTED_MODULE_1__/* .isRecord */ .u4)(thrown) || typeof thrown.message !== 'string')
        return (0,node_util__WEBPACK_IMPORTED_MODULE_0__.inspect)(thrown, { depth: 1 });
    return thrown.message || String(thrown.name);
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

/***/ 8301:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   Ff: () => (/* binding */ isNestedDeeper),
/* harmony export */   Gv: () => (/* binding */ isObject),
/* harmony export */   MZ: () => (/* binding */ property),
/* harmony export */   W_: () => (/* binding */ isGuid),
/* harmony export */   ZR: () => (/* binding */ knownMembers),
/* harmony export */   _D: () => (/* binding */ jsonOrUndefined),
/* harmony export */   h7: () => (/* binding */ withValueAt),
/* harmony export */   qF: () => (/* binding */ parseJson),
/* harmony export */   r7: () => (/* binding */ textIn),
/* harmony export */   u4: () => (/* binding */ isRecord)
/* harmony export */ });
/**
 * Parses JSON text. Throws a SyntaxError that quotes none of the text: it may hold a secret, or someone's mail.
 */
function parseJson(text) {
    let value;
    try {
        value = JSON.parse(text);
    }
    catch {
        throw new SyntaxError(`not JSON (${text.length} characters)`);
    }
    if (isJson(value))
        return value;
    throw new TypeError('JSON.parse gave something that is not JSON');
}
/** The JSON in a text of which that is not certain, such as a gateway's page; undefined where there is none. */
function jsonOrUndefined(text) {
    try {
        return parseJson(text);
    }
    catch {
        return undefined;
    }
}
/** Whether a value of which nothing is known is an object with named members. */
function isRecord(value) {
    return typeof value === 'object' && value !== null && !Array.isArray(value);
}
/** Whether a value is a GUID, the form of the IDs of tenants, applications, accounts and mailboxes. */
function isGuid(value) {
    return typeof value === 'string' && /^[0-9a-f]{8}-(?:[0-9a-f]{4}-){3}[0-9a-f]{12}$/i.test(value);
}
function isObject(value) {
    return typeof value === 'object' && value !== null && !Array.isArray(value);
}
/** The value under a key of its own, so that names such as `constructor` find nothing. */
function property(value, key) {
    return isObject(value) && Object.hasOwn(value, key) ? value[key] : undefined;
}
/** The text under a key; '' if there is none. */
function textIn(value, key) {
    const text = property(value, key);
    return typeof text === 'string' ? text : '';
}
/** The members that are known: those that are not undefined. */
function knownMembers(members) {
    return Object.fromEntries(Object.entries(members).flatMap(([key, value]) => (value === undefined ? [] : [[key, value]])));
}
/** A copy of an object with another value under a path of keys, whose objects are added where they are missing. */
function withValueAt(whole, [key = '', ...deeper], value) {
    const object = isObject(whole) ? whole : {};
    return { ...object, [key]: deeper.length === 0 ? value : withValueAt(object[key], deeper, value) };
}
/** Whether a value has more than `max` levels of nesting. Thousands of them would overflow the stack of whatever walks through it. */
function isNestedDeeper(value, max) {
    if (typeof value !== 'object' || value === null)
        return false;
    if (max === 0)
        return true;
    if (Array.isArray(value)) {
        for (const each of value)
            if (isNestedDeeper(each, max - 1))
                return true;
        return false;
    }
    for (const key in value)
        if (isNestedDeeper(value[key] ?? null, max - 1))
            return true;
    return false;
}
/** What `JSON.parse` gives is JSON all the way down, so the outermost type tells. */
function isJson(value) {
    return value === null || ['string', 'number', 'boolean', 'object'].includes(typeof value);
}


/***/ })

};
