export const id = 919;
export const ids = [919];
export const modules = {

/***/ 95353:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   Kb: () => (/* binding */ excerpt),
/* harmony export */   g$: () => (/* binding */ printable),
/* harmony export */   pO: () => (/* binding */ Redactor),
/* harmony export */   pc: () => (/* binding */ redacted)
/* harmony export */ });
const MAX_EXCERPT = 160;
/** Characters of a secret that may be shown in a row: fewer than this. */
const PIECE = 20;
/** Bytes that are looked up at once, as a number. */
const GRAM = 4;
/** Every piece contains a whole gram that starts at a multiple of this. */
const STRIDE = PIECE - GRAM + 1;
/**
 * Removes secrets from texts of services, which may repeat what they were sent. Any 20 or more characters in a row of a secret,
 * as it is or as JSON escapes it, are replaced by `***`. Other forms, such as base64, are not recognized: see SECURITY.md.
 *
 * Every response of a service passes here, so its bytes are searched before they are decoded.
 */
class Redactor {
    #secrets = new Set();
    /** Each piece of `PIECE` characters of the secrets. */
    #pieces = new Set();
    #grams = new Set();
    /** Adds a secret of ASCII characters, such as a token. Shorter ones than 20 characters are ignored. */
    add(secret) {
        if (secret.length < PIECE || this.#secrets.has(secret))
            return;
        this.#secrets.add(secret);
        for (const form of new Set([secret, ...jsonForms(secret)])) {
            const bytes = Buffer.from(form, 'latin1');
            for (let offset = 0; offset + PIECE <= bytes.length; offset++)
                this.#pieces.add(form.slice(offset, offset + PIECE));
            for (let offset = 0; offset + GRAM <= bytes.length; offset++)
                this.#grams.add(bytes.readInt32LE(offset));
        }
    }
    /** A text without secrets. Bytes are a text in UTF-8. */
    redact(text) {
        const bytes = typeof text === 'string' ? Buffer.from(text) : text;
        let redacted = '';
        let copied = 0;
        for (let offset = 0; offset + GRAM <= bytes.length; offset += STRIDE) {
            if (!this.#grams.has(bytes.readInt32LE(offset)))
                continue;
            // Where a piece with this gram can start.
            for (let start = Math.max(copied, offset + GRAM - PIECE); start <= offset; start++) {
                if (!this.#isPiece(bytes, start))
                    continue;
                redacted += `${bytes.toString('utf8', copied, start)}***`;
                while (this.#isPiece(bytes, start + 1))
                    start++;
                copied = start + PIECE;
            }
        }
        return redacted + bytes.toString('utf8', copied);
    }
    /** HTTP headers without secrets. */
    redactHeaders(headers) {
        return Object.fromEntries(Object.entries(headers).map(([name, value]) => [
            name,
            typeof value === 'string' ? this.redact(value) : value?.map((one) => this.redact(one)),
        ]));
    }
    #isPiece(bytes, offset) {
        return this.#pieces.has(bytes.toString('latin1', offset, offset + PIECE));
    }
}
/** A secret as JSON has it: with the escapes that JSON requires, or with those that .NET adds for HTML. */
function jsonForms(secret) {
    const json = JSON.stringify(secret).slice(1, -1);
    const escape = (character) => `\\u${character.charCodeAt(0).toString(16).padStart(4, '0')}`;
    const ofNet = secret.replace(/["&'+/<>\\`=]/g, escape);
    return [json, json.replaceAll('/', '\\/'), ofNet, ofNet.replace(/(?<=\\u)..../g, (digits) => digits.toUpperCase())];
}
/** A text of a service without secrets that it was sent; undefined ones were not. */
function redacted(text, secrets) {
    const redactor = new Redactor();
    for (const secret of secrets)
        redactor.add(secret ?? '');
    return redactor.redact(text);
}
/** The first characters of a page without its markup, on one line. */
function excerpt(page) {
    const text = page.replace(/<(script|style)\b[\s\S]*?<\/\1>|<[^>]*>/gi, ' ');
    return printable(text.replace(/\s+/g, ' ').trim()).slice(0, MAX_EXCERPT);
}
/** Without characters that control a terminal or change the direction of text. */
function printable(text) {
    return text.replace(/\p{C}+/gu, ' ');
}


/***/ }),

/***/ 3839:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   cd: () => (/* binding */ newDispatcher),
/* harmony export */   fT: () => (/* binding */ TIMEOUTS),
/* harmony export */   nT: () => (/* binding */ isResponseTimeout)
/* harmony export */ });
/* harmony import */ var undici__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(46752);
/* harmony import */ var _proxy_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(57856);


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
    });
    return agent.compose(totalTimeout(timeouts.total), sizeLimit);
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
            'NODE_EXTRA_CA_CERTS on the runner to the PEM file of the root certificate.',
    });
}
/** Throws the UserError `PROXY_INVALID`, without the value, which may contain a password. */
function requireUsableProxy(env) {
    const proxy = variable(env, PROXY);
    if (proxy === undefined || proxyAddress(proxy.value) !== undefined)
        return;
    throw new _errors_js__WEBPACK_IMPORTED_MODULE_1__/* .UserError */ .yo('PROXY_INVALID', `The environment variable ${proxy.name} is not a valid proxy URL.`, {
        hint: `Set ${proxy.name} on the runner to a URL such as http://proxy.contoso.com:8080, or remove it. Percent-encode ` +
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

/***/ 23338:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   m: () => (/* binding */ correctedReport)
/* harmony export */ });
/* harmony import */ var _reports_definition_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(54530);

/** The report whose columns a rule expects, which its `set` changes: its own or another one. Undefined for columns of several. */
function correctedReport(own, expected) {
    const [first = own.name, ...others] = new Set(expected.map((column) => (0,_reports_definition_js__WEBPACK_IMPORTED_MODULE_0__/* .columnOf */ .uV)(own, column).report));
    return others.length === 0 ? first : undefined;
}


/***/ }),

/***/ 53894:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   $N: () => (/* binding */ canonical),
/* harmony export */   Gd: () => (/* binding */ itemPositions),
/* harmony export */   P1: () => (/* binding */ itemColumns),
/* harmony export */   iU: () => (/* binding */ hasUnknownItem),
/* harmony export */   lM: () => (/* binding */ rowIdentity),
/* harmony export */   rv: () => (/* binding */ itemText)
/* harmony export */ });
/* harmony import */ var node_crypto__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(77598);
/* harmony import */ var node_crypto__WEBPACK_IMPORTED_MODULE_0___default = /*#__PURE__*/__webpack_require__.n(node_crypto__WEBPACK_IMPORTED_MODULE_0__);
/* harmony import */ var _json_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(8301);
/* harmony import */ var _text_display_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(24745);
/* harmony import */ var _definition_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(54530);
/* harmony import */ var _expressions_recipients_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(63647);





/** The columns whose cells name a row; the first one if the report declares none. Empty with one row a mailbox. */
function itemColumns({ rows, item, columns }) {
    return rows === undefined ? [] : (item ?? Object.keys(columns).slice(0, 1));
}
/** The positions of the columns; undefined if one is not among them. */
function itemPositions(item, columns) {
    const positions = item.map((part) => [part].flat().map((name) => columns.indexOf(name)));
    return positions.flat().includes(-1) ? undefined : positions;
}
/** The text that names a row. */
function itemText(positions, { cells, incomplete }) {
    const textAt = (index) => cells[index] === _definition_js__WEBPACK_IMPORTED_MODULE_1__/* .UNKNOWN */ .HV && incomplete?.has(index) === true ? '' : (0,_text_display_js__WEBPACK_IMPORTED_MODULE_3__/* .cellText */ .Ie)(cells[index]);
    const texts = positions.map((part) => part.map(textAt).find((text) => text !== '') ?? '');
    return texts.join('; ');
}
/** Whether it is not known what names a row. */
function hasUnknownItem(positions, { cells, incomplete }) {
    if (incomplete === undefined)
        return false;
    return positions.some((part) => {
        const position = part.find((index) => cells[index] !== _definition_js__WEBPACK_IMPORTED_MODULE_1__/* .UNKNOWN */ .HV && (0,_text_display_js__WEBPACK_IMPORTED_MODULE_3__/* .cellText */ .Ie)(cells[index]) !== '');
        return position === undefined ? part.some((index) => incomplete.has(index)) : incomplete.has(position);
    });
}
/** How the rows of a report are identified. Throws if the report's `item` or `row` names no column. */
function rowIdentity(report) {
    const { row, compare } = report;
    const columns = Object.keys(report.columns);
    const item = itemColumns(report);
    const positions = itemPositions(item, columns);
    if (positions === undefined)
        throw new Error(`the report ${report.name} has no column ${item.flat().join(', ')}`);
    if (item.length === 0)
        return { itemOf: () => '', digestOf: () => '' };
    const ignored = new Set(compare?.ignore);
    const defining = (row ?? columns.filter((name) => !ignored.has(name))).map((name) => ({
        name,
        at: columns.indexOf(name),
        schema: (0,_definition_js__WEBPACK_IMPORTED_MODULE_1__/* .columnType */ .DW)(report, name) ?? {},
    }));
    return {
        itemOf: (one) => itemText(positions, one),
        digestOf: ({ cells, incomplete }, column) => {
            // Of a report file, the violating cell is compared by its own.
            const identifying = row === undefined ? defining.filter(({ name }) => name !== column) : defining;
            if (identifying.length === 0)
                return '';
            const members = identifying.map(({ name, at, schema }) => {
                const cell = canonical(cells[at] ?? null, schema);
                // An unknown cell is not a blank one.
                return [name, incomplete?.has(at) === true ? { unknown: cell } : cell];
            });
            const text = JSON.stringify(canonicalMembers(members));
            return (0,node_crypto__WEBPACK_IMPORTED_MODULE_0__.hash)('sha256', text).slice(0, 32);
        },
    };
}
/** SMTP, or X.500: `/o=ExchangeLabs/cn=megan`. */
const ADDRESS = /^(?:[^\s@]+@[^\s@]+|(?:\w+:)?\/[a-z]+=.*)$/i;
/**
 * A value so that equal ones have equal JSON: keys sorted, blank and empty members left out, addresses and values of an
 * enumeration in lower case, and a recipient as its address, or its name without one.
 */
function canonical(value, schema) {
    if (typeof value === 'string') {
        return Array.isArray(schema.enum) || ADDRESS.test(value) ? value.toLowerCase() : value;
    }
    if (Array.isArray(value)) {
        const ofElement = (0,_json_js__WEBPACK_IMPORTED_MODULE_4__/* .property */ .MZ)(schema, 'items');
        const elements = value.map((element) => canonical(element, (0,_json_js__WEBPACK_IMPORTED_MODULE_4__/* .isObject */ .Gv)(ofElement) ? ofElement : {}));
        return elements.filter((element) => !isEmpty(element));
    }
    if (!(0,_json_js__WEBPACK_IMPORTED_MODULE_4__/* .isObject */ .Gv)(value))
        return value;
    if (isRecipient(value))
        return canonical((0,_expressions_recipients_js__WEBPACK_IMPORTED_MODULE_2__/* .addressesOf */ .sO)(value)[0] ?? null, {});
    const schemas = (0,_json_js__WEBPACK_IMPORTED_MODULE_4__/* .property */ .MZ)(schema, 'properties');
    return canonicalMembers(Object.entries(value)
        .filter(([name]) => !name.startsWith('@odata.'))
        .map(([name, member]) => {
        const ofMember = (0,_json_js__WEBPACK_IMPORTED_MODULE_4__/* .property */ .MZ)(schemas, name);
        return [name, canonical(member, (0,_json_js__WEBPACK_IMPORTED_MODULE_4__/* .isObject */ .Gv)(ofMember) ? ofMember : {})];
    }));
}
function canonicalMembers(members) {
    const nonEmpty = members.filter(([, member]) => !isEmpty(member));
    return Object.fromEntries(nonEmpty.sort(([one], [other]) => (one < other ? -1 : 1)));
}
function isEmpty(value) {
    return value === null || value === '' || (typeof value === 'object' && Object.keys(value).length === 0);
}
/** https://learn.microsoft.com/graph/api/resources/recipient and its emailAddress. */
function isRecipient(value) {
    return (0,_json_js__WEBPACK_IMPORTED_MODULE_4__/* .isObject */ .Gv)((0,_json_js__WEBPACK_IMPORTED_MODULE_4__/* .property */ .MZ)(value, 'emailAddress')) || typeof (0,_json_js__WEBPACK_IMPORTED_MODULE_4__/* .property */ .MZ)(value, 'address') === 'string';
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
    const client = new (await Promise.all(/* import() */[__webpack_require__.e(659), __webpack_require__.e(351), __webpack_require__.e(645)]).then(__webpack_require__.bind(__webpack_require__, 9645))).DefaultArtifactClient();
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
