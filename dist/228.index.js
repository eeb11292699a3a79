export const id = 228;
export const ids = [228];
export const modules = {

/***/ 68894:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   JI: () => (/* binding */ appRoles),
/* harmony export */   NS: () => (/* binding */ claimsChallenge),
/* harmony export */   Zt: () => (/* binding */ unverifiedClaims)
/* harmony export */ });
/* harmony import */ var _json_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(8301);

/**
 * The claims of a JWT, unverified; undefined if it cannot be read. Microsoft documents access tokens as opaque: use the
 * claims only for warnings.
 */
function unverifiedClaims(jwt) {
    const parts = jwt.split('.');
    if (parts.length !== 3)
        return undefined;
    const claims = (0,_json_js__WEBPACK_IMPORTED_MODULE_0__/* .jsonOrUndefined */ ._D)(Buffer.from(parts[1] ?? '', 'base64url').toString('utf8'));
    return (0,_json_js__WEBPACK_IMPORTED_MODULE_0__/* .isRecord */ .u4)(claims) ? claims : undefined;
}
/** The app roles of an access token, as in `AccessToken.roles`. */
function appRoles(jwt) {
    const claims = unverifiedClaims(jwt);
    if (claims === undefined)
        return undefined;
    const roles = Array.isArray(claims.roles) ? claims.roles : [];
    return roles.filter((role) => typeof role === 'string');
}
/**
 * The claims that the next token request must send, from the `WWW-Authenticate` header of a 401 of Graph: JSON for the
 * token endpoint. Undefined without a claims challenge.
 * https://learn.microsoft.com/entra/identity-platform/claims-challenge
 */
function claimsChallenge(wwwAuthenticate) {
    if (wwwAuthenticate === undefined || !/\berror="?insufficient_claims"?/i.test(wwwAuthenticate))
        return undefined;
    const encoded = /\bclaims="([\w+/=-]+)"/i.exec(wwwAuthenticate)?.[1];
    return encoded === undefined ? undefined : Buffer.from(encoded, 'base64').toString('utf8');
}


/***/ }),

/***/ 56910:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   Pk: () => (/* binding */ clouds),
/* harmony export */   Q1: () => (/* binding */ isCloudHost),
/* harmony export */   T$: () => (/* binding */ cloudsOfOtherGraphs),
/* harmony export */   p5: () => (/* binding */ otherClouds)
/* harmony export */ });
/**
 * https://learn.microsoft.com/graph/deployments and
 * https://learn.microsoft.com/entra/workload-id/workload-identity-federation-create-trust. The hosts of Exchange Online are
 * those of CISA's ScubaGear, and for China of Maester: Microsoft documents them for the global cloud only.
 */
const clouds = {
    global: {
        authorityHost: 'https://login.microsoftonline.com',
        graphUrl: 'https://graph.microsoft.com',
        exchangeUrl: 'https://outlook.office365.com',
        audience: 'api://AzureADTokenExchange',
    },
    usgov: {
        authorityHost: 'https://login.microsoftonline.us',
        graphUrl: 'https://graph.microsoft.us',
        exchangeUrl: 'https://outlook.office365.us',
        audience: 'api://AzureADTokenExchangeUSGov',
    },
    'usgov-dod': {
        authorityHost: 'https://login.microsoftonline.us',
        graphUrl: 'https://dod-graph.microsoft.us',
        exchangeUrl: 'https://outlook-dod.office365.us',
        audience: 'api://AzureADTokenExchangeUSGov',
    },
    china: {
        authorityHost: 'https://login.partner.microsoftonline.cn',
        graphUrl: 'https://microsoftgraph.chinacloudapi.cn',
        exchangeUrl: 'https://partner.outlook.cn',
        audience: 'api://AzureADTokenExchangeChina',
    },
};
/** How Entra's messages name the clouds and their sign-in hosts. */
const NAMES_IN_MESSAGES = [
    [/microsoftonline\.us\b|us ?gov|government|fairfax|arlington/i, ['usgov', 'usgov-dod']],
    [/microsoftonline\.cn\b|chinacloud|china|21vianet|mooncake|gallatin/i, ['china']],
    [/microsoftonline\.com\b|azure ?(?:public|cloud|ad ?global)|worldwide/i, ['global']],
];
/** The initial domains of tenants. Other domains do not show the cloud, whatever their country code is. */
const INITIAL_DOMAINS = [
    [/\.onmicrosoft\.us$/i, ['usgov', 'usgov-dod']],
    [/\.onmschina\.cn$/i, ['china']],
    [/\.onmicrosoft\.com$/i, ['global']],
];
/**
 * The values of `cloud` that a tenant may belong to after the sign-in at `authorityHost` has refused it: those that
 * Entra's message or the tenant's initial domain name, else all others. Never the cloud that was used.
 */
function otherClouds(authorityHost, tenantId, message) {
    const others = Object.entries(clouds).flatMap(([name, { authorityHost: host }]) => isCloud(name) && host !== authorityHost ? [name] : []);
    // A message may name both clouds, and the tenant by a domain that contains the name of a cloud.
    const [, home = ''] = /belongs to the national cloud '([^']*)'/i.exec(message) ?? [];
    return (firstNamed(NAMES_IN_MESSAGES, home, others) ??
        firstNamed(NAMES_IN_MESSAGES, message.replaceAll(tenantId, ''), others) ??
        firstNamed(INITIAL_DOMAINS, tenantId, others) ??
        others);
}
/** The values of `cloud` with another Graph than `graphUrl`, those with the same sign-in first. */
function cloudsOfOtherGraphs(graphUrl, authorityHost) {
    const others = Object.entries(clouds).flatMap(([name, cloud]) => isCloud(name) && cloud.graphUrl !== graphUrl ? [{ name, isNear: cloud.authorityHost === authorityHost }] : []);
    return others.toSorted((one, other) => Number(other.isNear) - Number(one.isNear)).map(({ name }) => name);
}
/** True for the sign-in host of a cloud, false for one that only `authority-host` can set. */
function isCloudHost(authorityHost) {
    return Object.values(clouds).some((cloud) => cloud.authorityHost === authorityHost);
}
function firstNamed(names, text, others) {
    for (const [pattern, named] of names) {
        const candidates = named.filter((name) => others.includes(name));
        if (candidates.length > 0 && pattern.test(text))
            return candidates;
    }
    return undefined;
}
function isCloud(name) {
    return name in clouds;
}


/***/ }),

/***/ 31082:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   F: () => (/* binding */ federatedAssertion),
/* harmony export */   Y: () => (/* binding */ oidcEndpoint)
/* harmony export */ });
/* harmony import */ var _errors_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(83916);
/* harmony import */ var _http_secure_url_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(28347);
/* harmony import */ var _json_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(8301);
/* harmony import */ var _redact_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(95353);
/* harmony import */ var _retry_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(76144);





const ATTEMPTS = 4;
const MAX_PAUSE_MS = 60_000;
const TIMEOUT_MS = 20_000;
const STATUS_PAGE = 'https://www.githubstatus.com';
const PROXY = 'On a self-hosted runner behind a proxy, set HTTPS_PROXY (and NO_PROXY), and NODE_EXTRA_CA_CERTS if the proxy ' +
    'inspects TLS.';
/**
 * The endpoint that the runner gives a job with `id-token: write`. Throws UserError `OIDC_UNAVAILABLE` if there is none.
 * https://docs.github.com/actions/reference/security/oidc
 */
function oidcEndpoint(env) {
    const { ACTIONS_ID_TOKEN_REQUEST_URL: url = '', ACTIONS_ID_TOKEN_REQUEST_TOKEN: requestToken = '' } = env;
    const parsed = URL.parse(url);
    // The request token is sent there, so the connection must be confidential.
    if (parsed !== null && requestToken !== '' && (0,_http_secure_url_js__WEBPACK_IMPORTED_MODULE_1__/* .isConfidential */ .F)(parsed))
        return { url, requestToken };
    throw new _errors_js__WEBPACK_IMPORTED_MODULE_0__/* .UserError */ .yo('OIDC_UNAVAILABLE', 'GitHub provides no OIDC token to this job, and "credential: federated" requires one to sign in.', {
        hint: 'Set "permissions:" of the job or the workflow to "id-token: write" and "contents: read" (permissions that are ' +
            'not listed are removed). A workflow that calls this one must grant them too. Pull requests from forks never ' +
            'get an OIDC token.',
    });
}
/**
 * A new OIDC token of GitHub for an audience, to be sent to Entra as the client assertion. It is valid for about five
 * minutes, so request one for each token request. Throws UserError `OIDC_REFUSED` or `OIDC_UNREACHABLE`, and the signal's
 * reason.
 */
async function federatedAssertion({ url, requestToken }, audience, options) {
    const redactor = new _redact_js__WEBPACK_IMPORTED_MODULE_2__/* .Redactor */ .pO();
    redactor.add(requestToken);
    options.mask(requestToken);
    const token = await (0,_retry_js__WEBPACK_IMPORTED_MODULE_3__/* .requestWithRetry */ .E)({
        request: async () => Promise.resolve({
            url: `${url}${url.includes('?') ? '&' : '?'}audience=${encodeURIComponent(audience)}`,
            method: 'GET',
            headers: { authorization: `Bearer ${requestToken}`, accept: 'application/json' },
        }),
        read: (response) => read(response, url),
        unreachable: (cause) => new _retry_js__WEBPACK_IMPORTED_MODULE_3__/* .Failure */ .H(unreachable(url, cause), 'soon'),
        redactor,
        attempts: ATTEMPTS,
        maxPauseMs: MAX_PAUSE_MS,
        timeoutMs: TIMEOUT_MS,
    }, options);
    options.mask(token);
    return token;
}
function read({ status, json, text, isBusy }, url) {
    const token = (0,_json_js__WEBPACK_IMPORTED_MODULE_4__/* .isRecord */ .u4)(json) ? json.value : undefined;
    if (status === 200 && typeof token === 'string' && token !== '')
        return token;
    // A 200 may contain a token in another form.
    const page = (0,_redact_js__WEBPACK_IMPORTED_MODULE_2__/* .excerpt */ .Kb)(text);
    const details = status === 200 ? ' without a token.' : page === '' ? '.' : `: ${page}`;
    const isDenied = !isBusy && status >= 400;
    return new _retry_js__WEBPACK_IMPORTED_MODULE_3__/* .Failure */ .H((isDenied ? denied : unexpected)(url, status, details), isBusy ? 'soon' : 'never');
}
function denied(url, status, details) {
    return new _errors_js__WEBPACK_IMPORTED_MODULE_0__/* .UserError */ .yo('OIDC_REFUSED', `GitHub refuses an OIDC token: ${hostOf(url)} responded ${status}${details}`, {
        hint: 'Check that the job has "id-token: write" and "contents: read" under "permissions:", and run it again. The right ' +
            'to request tokens ends with the job.',
    });
}
function unexpected(url, status, details) {
    return new _errors_js__WEBPACK_IMPORTED_MODULE_0__/* .UserError */ .yo('OIDC_UNREACHABLE', `No OIDC token: ${hostOf(url)} responded ${status}${details}`, {
        hint: `Run again, and check ${STATUS_PAGE}. ${PROXY}`,
    });
}
function unreachable(url, cause) {
    const reason = (0,_redact_js__WEBPACK_IMPORTED_MODULE_2__/* .printable */ .g$)((0,_errors_js__WEBPACK_IMPORTED_MODULE_0__/* .describeError */ .Uc)(cause));
    return new _errors_js__WEBPACK_IMPORTED_MODULE_0__/* .UserError */ .yo('OIDC_UNREACHABLE', `No OIDC token: cannot connect to ${hostOf(url)} (${reason}).`, {
        hint: `Check that the runner can reach ${hostOf(url)}, and check ${STATUS_PAGE}. ${PROXY}`,
        cause,
    });
}
function hostOf(url) {
    return new URL(url).host;
}


/***/ }),

/***/ 95353:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   CB: () => (/* binding */ readBounded),
/* harmony export */   Kb: () => (/* binding */ excerpt),
/* harmony export */   g$: () => (/* binding */ printable),
/* harmony export */   pO: () => (/* binding */ Redactor)
/* harmony export */ });
const MAX_RESPONSE_BYTES = 1 << 20;
const MAX_EXCERPT = 160;
/** Characters of a secret that may be shown in a row: fewer than this. */
const MIN_RUN = 20;
const GRAM = 6;
/** Each run of `MIN_RUN` characters contains a whole gram that starts at a multiple of this. */
const STRIDE = MIN_RUN - GRAM + 1;
const TABLE_MASK = (1 << 18) - 1;
/** The code of a character of a JWT in hex. */
const JWT_CHARACTER = /^(?:2[de]|3\d|4[1-9a-f]|5[\daf]|6[1-9a-f]|7[\da])$/i;
/** A character in a JSON escape, also of JSON within JSON, or in percent encoding. */
const ESCAPED = /(?:\\+u00|%)([2-7][\da-f])/gi;
/** What a secret looks like, in any encoding. */
const LONG_WORD = /[\w.~+/=%\\-]{20}/;
/**
 * Removes secrets from texts of services, which may repeat what they were sent: whole or cut, as it was, as JSON,
 * percent-encoded or in base64. Any run of 20 or more characters of a secret is replaced by `***`.
 *
 * A text without one costs about 1 ns a character, since only every fifteenth position is looked up.
 */
class Redactor {
    #secrets = new Set();
    /** Secrets that no text was searched for yet: indexing one takes some milliseconds. */
    #pending = [];
    /** Each piece of `MIN_RUN` characters of the secrets and their base64. */
    #runs = new Set();
    #grams = new Set();
    /** 1 at the hash of each gram: a lookup without a substring. */
    #table = new Uint8Array(TABLE_MASK + 1);
    /** Adds a secret of ASCII characters, such as a token. Shorter ones than 20 characters are ignored. */
    add(secret) {
        if (secret.length < MIN_RUN || this.#secrets.has(secret))
            return;
        this.#secrets.add(secret);
        this.#pending.push(secret);
    }
    #index(secret) {
        for (const form of [secret, ...base64Forms(secret)]) {
            for (let at = 0; at + MIN_RUN <= form.length; at++)
                this.#runs.add(form.slice(at, at + MIN_RUN));
            for (let at = 0; at + GRAM <= form.length; at++) {
                this.#grams.add(form.slice(at, at + GRAM));
                this.#table[hashAt(form, at)] = 1;
            }
        }
    }
    /** The text without secrets. A text with an escaped secret is returned decoded. */
    redact(text) {
        if (this.#pending.length > 0) {
            if (!LONG_WORD.test(text))
                return text;
            for (const secret of this.#pending.splice(0))
                this.#index(secret);
        }
        const decoded = mayBeEscaped(text)
            ? text.replace(ESCAPED, (escape, hex) => JWT_CHARACTER.test(hex) ? String.fromCharCode(parseInt(hex, 16)) : escape)
            : text;
        const redacted = this.#redactRuns(decoded);
        return redacted === decoded ? text : redacted;
    }
    /** HTTP headers without secrets. */
    redactHeaders(headers) {
        return Object.fromEntries(Object.entries(headers).map(([name, value]) => [
            name,
            typeof value === 'string' ? this.redact(value) : value?.map((one) => this.redact(one)),
        ]));
    }
    #redactRuns(text) {
        const table = this.#table;
        let redacted = '';
        let copied = 0;
        for (let at = 0; at + GRAM <= text.length; at += STRIDE) {
            if (table[hashAt(text, at)] !== 1 || !this.#grams.has(text.slice(at, at + GRAM)))
                continue;
            // Where a run with this gram can start.
            for (let start = Math.max(copied, at + GRAM - MIN_RUN); start <= at; start++) {
                if (!this.#isRun(text, start))
                    continue;
                redacted += `${text.slice(copied, start)}***`;
                while (this.#isRun(text, start + 1))
                    start++;
                copied = start + MIN_RUN;
            }
        }
        return redacted + text.slice(copied);
    }
    #isRun(text, at) {
        return this.#runs.has(text.slice(at, at + MIN_RUN));
    }
}
/** A search for the regular expression itself takes 4 % of the CPU time of a run. `%40` is in the URLs of Graph's responses. */
function mayBeEscaped(text) {
    if (text.includes('\\u00') || text.includes('\\U00'))
        return true;
    for (let at = text.indexOf('%'); at >= 0; at = text.indexOf('%', at + 1)) {
        if (JWT_CHARACTER.test(text.slice(at + 1, at + 3)))
            return true;
    }
    return false;
}
/** The base64 of a secret at each of the three positions that it can have in an encoded text. */
function base64Forms(secret) {
    // The first and last characters also encode bits of the neighbors.
    return ['', '\0', '\0\0'].map((before) => Buffer.from(before + secret, 'latin1')
        .toString('base64')
        .slice(before.length === 0 ? 0 : before.length + 1)
        .replace(/.?=*$/, ''));
}
/** Of the first, second, fourth and sixth character: few grams share a hash. */
function hashAt(text, at) {
    return (((text.charCodeAt(at) << 11) ^
        (text.charCodeAt(at + 1) << 7) ^
        (text.charCodeAt(at + 3) << 3) ^
        text.charCodeAt(at + 5)) &
        TABLE_MASK);
}
/** The text of a response. Rejects if it is longer than any response with a token. */
async function readBounded(body) {
    const chunks = [];
    let length = 0;
    for await (const chunk of body) {
        length += chunk.length;
        if (length > MAX_RESPONSE_BYTES)
            throw new Error(`the response is longer than ${MAX_RESPONSE_BYTES} bytes`);
        chunks.push(chunk);
    }
    return Buffer.concat(chunks).toString('utf8');
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

/***/ 76144:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   E: () => (/* binding */ requestWithRetry),
/* harmony export */   H: () => (/* binding */ Failure)
/* harmony export */ });
/* harmony import */ var node_timers_promises__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(58500);
/* harmony import */ var node_timers_promises__WEBPACK_IMPORTED_MODULE_0___default = /*#__PURE__*/__webpack_require__.n(node_timers_promises__WEBPACK_IMPORTED_MODULE_0__);
/* harmony import */ var undici__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(46752);
/* harmony import */ var _http_headers_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(59718);
/* harmony import */ var _http_retry_after_js__WEBPACK_IMPORTED_MODULE_5__ = __webpack_require__(47821);
/* harmony import */ var _json_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(8301);
/* harmony import */ var _redact_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(95353);






/** An attempt without result. */
class Failure {
    error;
    /** `never`, `soon` (a few times with growing pauses) or `replicating` (for some minutes). */
    retry;
    constructor(error, retry) {
        this.error = error;
        this.retry = retry;
    }
}
const FIRST_PAUSE_MS = 500;
/** Four minutes: Microsoft documents up to five until a new federated credential works. */
const REPLICATION_PAUSES_MS = [2_000, 5_000, 10_000, 20_000, 40_000, 60_000, 60_000, 60_000];
const MAX_REPLICATION_MS = 360_000;
/**
 * Sends a request until it has a result, a failure is final or the attempts are used up. Waiting for replication has a
 * limit of its own and uses no attempts. Throws the error of the last failure, whatever `request` throws, and the
 * signal's reason.
 */
async function requestWithRetry(exchange, options) {
    const { signal, sleep = sleepUntil } = options;
    const growing = growingPauses(exchange.attempts - 1);
    const replication = replicationPauses();
    let replicationMs = 0;
    for (;;) {
        signal?.throwIfAborted();
        const { result, retryAfter } = await attempt(exchange, options);
        if (!(result instanceof Failure))
            return result;
        if (result.retry === 'never')
            throw result.error;
        const isReplicating = result.retry === 'replicating';
        const next = isReplicating ? replication.next() : growing.next();
        if (next.done === true)
            throw result.error;
        const pause = isReplicating ? Math.max(retryAfter ?? 0, next.value) : (retryAfter ?? next.value);
        if (isReplicating)
            replicationMs += pause;
        if (pause > exchange.maxPauseMs || replicationMs > MAX_REPLICATION_MS)
            throw result.error;
        await sleep(pause, signal);
    }
}
async function attempt(exchange, { dispatcher, now, signal }) {
    const { redactor, timeoutMs } = exchange;
    const { url, ...request } = await exchange.request();
    let response;
    let body;
    try {
        response = await (0,undici__WEBPACK_IMPORTED_MODULE_1__.request)(url, {
            ...request,
            dispatcher,
            headersTimeout: timeoutMs,
            bodyTimeout: timeoutMs,
            signal: signal ?? null,
        });
        body = await (0,_redact_js__WEBPACK_IMPORTED_MODULE_2__/* .readBounded */ .CB)(response.body);
    }
    catch (cause) {
        signal?.throwIfAborted();
        return { result: exchange.unreachable(cause) };
    }
    const { statusCode: status } = response;
    const header = (name) => (0,_http_headers_js__WEBPACK_IMPORTED_MODULE_3__/* .firstValue */ .K)(response.headers[name]);
    const text = status === 200 && !/^\s*</.test(body) ? '' : redactor.redact(body);
    const result = exchange.read({
        status,
        // A token may share a run of characters with the secret that was sent.
        json: (0,_json_js__WEBPACK_IMPORTED_MODULE_4__/* .jsonOrUndefined */ ._D)(status === 200 ? body : text),
        text,
        contentType: redactor.redact(header('content-type') ?? ''),
        location: redactor.redact(header('location') ?? ''),
        isBusy: status === 429 || status >= 500,
    });
    return { result, retryAfter: (0,_http_retry_after_js__WEBPACK_IMPORTED_MODULE_5__/* .retryAfterMs */ .V)(header('retry-after'), now()) };
}
/** Half of each pause is random, so that jobs that failed at the same time do not retry at the same time. */
function* growingPauses(count) {
    for (let pause = 0; pause < count; pause++)
        yield FIRST_PAUSE_MS * 2 ** pause * (0.5 + Math.random() / 2);
}
function* replicationPauses() {
    for (const ms of REPLICATION_PAUSES_MS)
        yield ms * (0.75 + Math.random() / 4);
}
async function sleepUntil(ms, signal) {
    try {
        await (0,node_timers_promises__WEBPACK_IMPORTED_MODULE_0__.setTimeout)(ms, undefined, signal === undefined ? {} : { signal });
    }
    catch (error) {
        signal?.throwIfAborted();
        throw error;
    }
}


/***/ }),

/***/ 20972:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  lp: () => (/* binding */ RENEWAL_DAYS),
  bb: () => (/* binding */ certificateWarnings),
  CH: () => (/* binding */ consentUrl),
  H_: () => (/* binding */ daysLeft),
  ho: () => (/* binding */ tokensByCertificate),
  lT: () => (/* binding */ tokensByFederation)
});

// EXTERNAL MODULE: external "node:crypto"
var external_node_crypto_ = __webpack_require__(77598);
// EXTERNAL MODULE: ./node_modules/jose/dist/webapi/jwt/sign.js + 5 modules
var sign = __webpack_require__(66424);
;// CONCATENATED MODULE: ./src/auth/assertion.ts


/** Entra ID accepts lifetimes of five to ten minutes. */
const ASSERTION_SECONDS = 600;
/**
 * A client assertion (RFC 7523) as Entra requires it: PS256, with the certificate's SHA-256 thumbprint in `x5t#S256`. Each
 * has an identifier of its own and can be used once. `audience`: the token endpoint. `now`: epoch ms.
 * https://learn.microsoft.com/entra/identity-platform/certificate-credentials
 */
async function clientAssertion({ privateKey, x5tS256 }, { clientId, audience, now }) {
    const issuedAt = Math.floor(now / 1000);
    return new sign/* SignJWT */.P({ jti: (0,external_node_crypto_.randomUUID)() })
        .setProtectedHeader({ alg: 'PS256', typ: 'JWT', 'x5t#S256': x5tS256 })
        .setAudience(audience)
        .setIssuer(clientId)
        .setSubject(clientId)
        .setNotBefore(issuedAt)
        .setIssuedAt(issuedAt)
        .setExpirationTime(issuedAt + ASSERTION_SECONDS)
        .sign(privateKey);
}

// EXTERNAL MODULE: ./src/auth/federated.ts
var federated = __webpack_require__(31082);
// EXTERNAL MODULE: ./src/json.ts
var src_json = __webpack_require__(8301);
// EXTERNAL MODULE: ./src/auth/access-token.ts
var access_token = __webpack_require__(68894);
// EXTERNAL MODULE: ./src/errors.ts
var errors = __webpack_require__(83916);
// EXTERNAL MODULE: ./src/auth/clouds.ts
var clouds = __webpack_require__(56910);
// EXTERNAL MODULE: ./src/auth/redact.ts
var redact = __webpack_require__(95353);
;// CONCATENATED MODULE: ./src/auth/errors/federated-registration.ts


/** A claim of an assertion as text on one line; `(none)` if it is missing. */
function claimText(claims, name) {
    const value = claims?.[name];
    const text = typeof value === 'string' ? value : value === undefined ? '(none)' : JSON.stringify(value);
    return (0,redact/* printable */.g$)(text).slice(0, 300);
}
/** The three claims that Entra compares with the federated credentials. */
function sentClaims(claims) {
    const [subject, issuer, audience] = ['sub', 'iss', 'aud'].map((name) => claimText(claims, name));
    return `The assertion has subject "${subject}", issuer "${issuer}" and audience "${audience}".`;
}
/**
 * How to register a federated credential that matches the assertion, in the portal or by a command.
 * https://learn.microsoft.com/entra/workload-id/workload-identity-federation-create-trust
 */
function registration({ clientId, sent }) {
    return [
        `Register these values under Microsoft Entra admin center > App registrations > ${clientId} > Certificates & ` +
            'secrets > Federated credentials > Add credential > Other issuer' +
            (command(clientId, sent) ?? '.'),
        'Issuer, subject and audience must match exactly.',
        numericForm(claimText(sent, 'sub')),
    ].join(' ');
}
/** Subjects with the numbers of owner and repository: https://docs.github.com/actions/reference/security/oidc */
const NUMERIC = /^repo:([^/@:]+)@\d+\/([^/@:]+)@\d+:(.*)$/;
function numericForm(subject) {
    const when = 'repositories that were created, renamed or moved after 2026-07-15';
    const [, owner, repository, rest] = NUMERIC.exec(subject) ?? [];
    if (owner === undefined || repository === undefined || rest === undefined) {
        return `Subjects of ${when} have the numeric form repo:OWNER@ID/REPO@ID:... instead of repo:OWNER/REPO:...`;
    }
    return (`The subject has the numeric form repo:OWNER@ID/REPO@ID:... of ${when}: a credential with the subject ` +
        `"repo:${owner}/${repository}:${rest}" does not match.`);
}
/** Characters without a special meaning in shells and JSON. */
const PLAIN = /^[\w .:/@*+-]+$/;
/**
 * A file and a command to copy, for any shell: PowerShell removes the quotes of JSON on a command line. Undefined if a
 * claim would need quoting.
 */
function command(clientId, sent) {
    const [issuer, subject, audience] = [sent?.iss, sent?.sub, sent?.aud];
    if (![clientId, issuer, subject, audience].every((text) => typeof text === 'string' && PLAIN.test(text))) {
        return undefined;
    }
    const parameters = JSON.stringify({ name: newName(String(subject)), issuer, subject, audiences: [audience] });
    return (`; or save ${parameters} as federated.json and run ` +
        `az ad app federated-credential create --id ${clientId} --parameters '@federated.json'.`);
}
/** The names of an application's credentials are unique, so the name depends on the subject. */
function newName(subject) {
    return `mailbox-report-${(0,external_node_crypto_.createHash)('sha256').update(subject).digest('hex').slice(0, 8)}`;
}

;// CONCATENATED MODULE: ./src/auth/errors/entra-explanations.ts


const REGISTRATIONS = 'Microsoft Entra admin center > App registrations';
const OIDC_TIME = 'Run again. An OIDC token of GitHub is valid for a few minutes, and this one was delayed for longer.';
const CLOCK = 'Check the clock of the runner. An assertion is valid for ten minutes from its creation.';
/** By the number after `AADSTS`. https://learn.microsoft.com/entra/identity-platform/reference-error-codes */
const explanations = {
    90002: (context) => ({
        message: `Tenant "${context.tenantId}" does not exist in the cloud of ${context.authorityHost}.`,
        hint: `Set "tenant-id" to the Directory (tenant) ID of ${REGISTRATIONS} > your application, or to a verified domain. ` +
            `If it is correct, the tenant may be in another cloud: ${cloudHint(context, '')}`,
    }),
    900023: (context) => ({
        message: `"${context.tenantId}" is neither a tenant ID nor a verified domain.`,
        hint: `Set "tenant-id" to the Directory (tenant) ID of ${REGISTRATIONS} > your application.`,
    }),
    90038: wrongCloud,
    900382: wrongCloud,
    900432: wrongCloud,
    700016: (context) => ({
        message: `Application "${context.clientId}" does not exist in tenant "${context.tenantId}".`,
        hint: `Set "client-id" to the Application (client) ID of ${REGISTRATIONS} > your application (not its object ID), and ` +
            '"tenant-id" to the tenant where it is registered. If you have just registered it, wait a minute and run again.',
    }),
    7000229: missingPrincipal,
    7000112: (context) => ({
        message: `Application "${context.clientId}" is disabled in tenant "${context.tenantId}".`,
        hint: 'Ask an administrator to enable it: Microsoft Entra admin center > Enterprise applications > the application > ' +
            'Properties > Enabled for users to sign-in: Yes. Or set "client-id" to another application.',
    }),
    700027: certificateRefused,
    700030: (context) => ({
        message: `Entra ID rejects ${certificate(context)}: it is revoked, or the application does not trust its issuer.`,
        hint: `Use a valid certificate from an issuer that the application trusts. ${upload(context)}`,
    }),
    50012: badSignature,
    700024: (context) => ({
        message: 'The assertion is not valid at this time: Entra ID reports that it is not valid yet or has expired.',
        hint: context.thumbprint === undefined ? OIDC_TIME : CLOCK,
    }),
    700021: (context) => ({
        message: `The assertion has issuer "${claim(context, 'iss')}" and subject "${claim(context, 'sub')}". Both must be application "${context.clientId}".`,
        hint: context.thumbprint === undefined
            ? 'Set "client-id" to the Application (client) ID with the federated credential.'
            : 'Set "client-id" to the Application (client) ID with the certificate in "pfx".',
    }),
    700023: (context) => ({
        message: `The assertion has audience "${claim(context, 'aud')}", which is not the token endpoint that Entra ID expects.`,
        hint: `Check "authority-host", "cloud" and "tenant-id", which make up the token endpoint. ${cloudHint(context, '')}`,
    }),
    5002723: (context) => ({
        message: `The assertion names no certificate that Entra ID can find. It was signed with ${certificate(context)}.`,
        hint: `Create a certificate with an RSA key and use its PFX in "pfx". ${upload(context)}`,
    }),
    5002738: (context) => ({
        message: `Entra ID does not accept the signature algorithm of the assertion (PS256, with ${certificate(context)}).`,
        hint: `Use a certificate with an RSA key of 2048 bits or more in "pfx". ${upload(context)}`,
    }),
    50027: (context) => ({
        message: 'Entra ID cannot read the assertion.',
        hint: 'Check "authority-host", and whether a proxy changes requests' +
            (context.thumbprint === undefined ? '.' : '; check that "pfx" contains an RSA key.'),
    }),
    53003: (context) => ({
        message: `A Conditional Access policy of tenant "${context.tenantId}" blocks application "${context.clientId}" at the location of this runner.`,
        hint: 'Ask an administrator to find the policy by the correlation ID: Microsoft Entra admin center > Monitoring > Sign-in ' +
            'logs > Service principal sign-ins. Exclude the application, or use a self-hosted runner in an allowed location.',
    }),
    50196: () => ({
        message: 'Entra ID received the same request in a loop and rejects it for some minutes.',
        hint: 'Wait some minutes. Check that no other workflow repeatedly requests tokens for the same "client-id".',
    }),
    90055: throttled,
    90033: throttled,
    500011: (context) => context.exchangeScope === undefined
        ? {
            message: `Tenant "${context.tenantId}" has no Microsoft Graph at ${context.graphUrl}.`,
            hint: `Check "cloud" and "graph-url": they must name the Graph of the tenant's cloud. ${otherGraphHint(context)}`,
        }
        : {
            message: `Tenant "${context.tenantId}" has no Exchange Online at ${context.exchangeScope}.`,
            hint: 'Check "cloud" and "exchange-url", and that the tenant has a licence that includes Exchange Online.',
        },
    700213: entra_explanations_federated('subject', 'sub'),
    700212: entra_explanations_federated('audience', 'aud'),
    700211: entra_explanations_federated('issuer', 'iss'),
    70021: (context) => ({
        message: `No federated credential of application "${context.clientId}" matches the assertion. ${sentClaims(context.sent)}`,
        hint: 'If you have just created the federated credential, run again in five minutes: it takes some minutes to work, and ' +
            `this run has waited for four. Otherwise: ${registration(context)}`,
    }),
};
/** Entra's text has the reason, such as `[Reason - The key was not found., Thumbprint of key used by client: '...']`. */
function certificateRefused(context, text) {
    if (/is expired/i.test(text)) {
        return {
            message: `${capital(certificate(context))} has expired on application "${context.clientId}".`,
            hint: 'If the certificate itself is still valid, it was registered with an earlier end (the Azure CLI sets one year ' +
                'unless --end-date is given): register the same certificate again with a later end. Otherwise create a new ' +
                `certificate and use its PFX in "pfx". ${upload(context)}`,
        };
    }
    if (/key was not found|not registered/i.test(text)) {
        return {
            message: `${capital(certificate(context))} is not registered on application "${context.clientId}".`,
            hint: `${upload(context)} Or use the PFX of a registered certificate in "pfx".`,
        };
    }
    if (/did not match|found key|key was found/i.test(text))
        return badSignature(context);
    return {
        message: `Entra ID rejects the signature with ${certificate(context)}: ${text === '' ? 'it gave no reason.' : text}`,
        hint: `Check that this certificate is registered on the application and has not expired. ${upload(context)}`,
    };
}
function badSignature(context) {
    return {
        message: `The signature of the assertion does not match ${certificate(context)}, which is registered on application "${context.clientId}".`,
        hint: 'Export the certificate together with its own key into "pfx" again. If a proxy inspects TLS, check that it does ' +
            'not change requests.',
    };
}
function missingPrincipal(context) {
    return {
        message: `Application "${context.clientId}" has no service principal in tenant "${context.tenantId}".`,
        hint: `Run az ad sp create --id ${shellWord(context.clientId)}, or grant admin consent: ${REGISTRATIONS} > the ` +
            'application > API permissions. Check "client-id" and "tenant-id".',
    };
}
function wrongCloud(context, text) {
    return {
        message: `Tenant "${context.tenantId}" does not belong to the cloud of ${context.authorityHost}.`,
        hint: cloudHint(context, text),
    };
}
function throttled() {
    return {
        message: 'Entra ID is busy or throttles this tenant, and all retries failed.',
        hint: 'Run again later. Schedule workflows at different minutes.',
    };
}
function entra_explanations_federated(what, name) {
    return (context) => ({
        message: `No federated credential of application "${context.clientId}" has the ${what} "${claim(context, name)}". ${sentClaims(context.sent)}`,
        hint: registration(context) +
            (name === 'aud'
                ? ' If a credential with this issuer and subject exists, change its audience instead: Entra ID allows no second one.'
                : ''),
    });
}
function upload(context) {
    return (`Upload the public part of the certificate under ${REGISTRATIONS} > ${context.clientId} > Certificates & secrets > ` +
        `Certificates, which lists thumbprints; or run az ad app credential reset --id ${shellWord(context.clientId)} --append ` +
        `--cert '@certificate.pem' --end-date ${context.notAfter?.toISOString().replace(/\.\d+Z$/, 'Z') ?? 'END'}`);
}
const CLOUD_NAMES = {
    global: 'global (worldwide)',
    usgov: 'usgov (GCC High)',
    'usgov-dod': 'usgov-dod (DoD)',
    china: 'china (21Vianet)',
};
/** Two clouds share a sign-in, so a tenant of one can sign in at the other and fails only at Graph. */
function otherGraphHint({ authorityHost, graphUrl }) {
    const named = (0,clouds/* cloudsOfOtherGraphs */.T$)(graphUrl, authorityHost).map((cloud) => CLOUD_NAMES[cloud]);
    return `Set "cloud" to ${named.join(' or ')}. If "graph-url" is set, remove it: it overrides "cloud".`;
}
function cloudHint(context, text) {
    const { authorityHost, tenantId } = context;
    const named = (0,clouds/* otherClouds */.p5)(authorityHost, tenantId, text).map((cloud) => CLOUD_NAMES[cloud]);
    const override = (0,clouds/* isCloudHost */.Q1)(authorityHost)
        ? 'If "authority-host" is set, remove it: it overrides "cloud".'
        : 'Remove "authority-host", which overrides "cloud".';
    return `Set "cloud" to ${named.join(' or ')}. ${override}`;
}
function certificate(context) {
    return context.thumbprint === undefined
        ? 'the certificate of the assertion'
        : `the certificate in "pfx" with thumbprint ${context.thumbprint}`;
}
function claim(context, name) {
    return claimText(context.sent, name);
}
function shellWord(text) {
    return /^[\w.-]+$/.test(text) ? text : '<client-id>';
}
function capital(text) {
    return text.charAt(0).toUpperCase() + text.slice(1);
}

;// CONCATENATED MODULE: ./src/auth/errors/entra-errors.ts




/** Undefined if the JSON is not an OAuth error. Secrets must be redacted in it already. */
function parseEntraError(json) {
    if (!(0,src_json/* isRecord */.u4)(json) || typeof json.error !== 'string' || json.error === '')
        return undefined;
    const description = typeof json.error_description === 'string' ? json.error_description : '';
    const codes = Array.isArray(json.error_codes) ? json.error_codes : [];
    const inText = /AADSTS(\d{1,10})/.exec(description)?.[1];
    const code = codes.find((entry) => typeof entry === 'number' && Number.isSafeInteger(entry)) ?? inText;
    // If the members are missing, the description has the identifiers on lines of their own.
    const member = (name, label) => {
        const value = json[name] ?? new RegExp(`^${label}: ([^\\r\\n]{1,64})`, 'm').exec(description)?.[1];
        return typeof value === 'string' ? value.replace(/[^\w :.*-]/g, '').slice(0, 64) : undefined;
    };
    return {
        error: json.error.replace(/[^\w.*-]/g, '').slice(0, 64),
        code: code === undefined ? undefined : Number(code),
        text: firstLine(description),
        traceId: member('trace_id', 'Trace ID'),
        correlationId: member('correlation_id', 'Correlation ID'),
        timestamp: member('timestamp', 'Timestamp'),
    };
}
/**
 * An error of Entra that names the input, portal page or command that fixes it. Its code is `AADSTS` and the number. The
 * last line of its message has Entra's identifiers, which Microsoft's support asks for. The message of an unknown code is
 * Entra's own first line.
 * https://learn.microsoft.com/entra/identity-platform/reference-error-codes
 */
function entraError(body, context) {
    const code = body.code === undefined ? `ENTRA_${body.error.toUpperCase()}` : `AADSTS${body.code}`;
    const explanation = body.code === undefined ? undefined : explanations[body.code]?.(context, body.text);
    const { message, hint } = explanation ?? {
        message: `Entra ID issued no token (${body.error}): ${body.text === '' ? 'it gave no reason.' : body.text}`,
        hint: body.code === undefined
            ? 'Check "tenant-id", "client-id" and "cloud".'
            : `Look up the code: https://login.microsoftonline.com/error?code=${body.code}`,
    };
    return new errors/* UserError */.yo(code, [`${code}: ${message}`, ...identifiers(body)].join('\n'), { hint });
}
/** When to retry after an error, if that does not depend on the HTTP status. */
function retryOf(body) {
    // A request loop: each further request prolongs the block.
    if (body.code === 50196)
        return 'never';
    // A new federated credential has not reached all servers.
    if (body.code === 70021)
        return 'replicating';
    if (body.error === 'temporarily_unavailable' || body.code === 90033 || body.code === 90055)
        return 'soon';
    return undefined;
}
function identifiers(body) {
    const parts = [
        ['Trace ID', body.traceId],
        ['Correlation ID', body.correlationId],
        ['Timestamp', body.timestamp],
    ].flatMap(([label, value]) => (value === undefined ? [] : [`${label}: ${value}`]));
    return parts.length === 0 ? [] : [parts.join(', ')];
}
function firstLine(description) {
    // A line break or a space precedes the identifiers.
    const line = description.split(/\r?\n| Trace ID: /, 1)[0] ?? '';
    return (0,redact/* printable */.g$)(line.replace(/^AADSTS\d+: */, ''))
        .trim()
        .slice(0, 400);
}

// EXTERNAL MODULE: ./src/http/proxy.ts
var proxy = __webpack_require__(57856);
;// CONCATENATED MODULE: ./src/auth/errors/entra-unreachable.ts



/** Node's codes for a certificate chain without a trusted root: https://nodejs.org/api/tls.html#x509-certificate-error-codes */
const UNKNOWN_ROOT = new Set([
    'CERT_UNTRUSTED',
    'DEPTH_ZERO_SELF_SIGNED_CERT',
    'SELF_SIGNED_CERT_IN_CHAIN',
    'UNABLE_TO_GET_ISSUER_CERT',
    'UNABLE_TO_GET_ISSUER_CERT_LOCALLY',
    'UNABLE_TO_VERIFY_LEAF_SIGNATURE',
]);
const INVALID_DATES = new Set(['CERT_HAS_EXPIRED', 'CERT_NOT_YET_VALID']);
const PRIVATE_ROOT = 'If a proxy inspects TLS or the certificate is from a private authority, set NODE_EXTRA_CA_CERTS on the runner to the ' +
    'PEM file of the root certificate.';
/**
 * The error ENTRA_UNREACHABLE for a request without a response (DNS, connection, TLS, timeout). `isTransient` is true if
 * another attempt may succeed, as it cannot with an untrusted certificate.
 */
function unreachable(endpoint, cause) {
    const proxy = proxyErrorIn(cause);
    const { problem, hint, isTransient } = proxy === undefined ? ofServer(endpoint, cause) : ofProxy(endpoint, proxy);
    const reason = proxy?.status === undefined ? (0,errors/* describeError */.Uc)(proxy?.cause ?? cause) : `HTTP ${proxy.status}`;
    const message = `No token: ${problem} (${(0,redact/* printable */.g$)(reason)}).`;
    return { error: new errors/* UserError */.yo('ENTRA_UNREACHABLE', message, { hint, cause }), isTransient };
}
function ofProxy(endpoint, { host, status, cause }) {
    const to = new URL(endpoint).host;
    const bypass = `To connect to ${to} without the proxy, add it to NO_PROXY.`;
    if (status === 407) {
        return {
            problem: `the proxy ${host} rejects the credentials`,
            hint: 'Set HTTPS_PROXY on the runner to http://user:password@host:port, with special characters percent-encoded. Only ' +
                `Basic authentication is supported. ${bypass}`,
            isTransient: false,
        };
    }
    if (status !== undefined) {
        return {
            problem: `the proxy ${host} refuses a connection to ${to}`,
            hint: `Let the proxy in HTTPS_PROXY allow CONNECT to ${to} and to Microsoft Graph. ${bypass}`,
            isTransient: status >= 500,
        };
    }
    const untrusted = isTlsError(errorCode(cause));
    return {
        problem: untrusted
            ? `the TLS certificate that the proxy ${host} presents is not trusted`
            : `the proxy ${host} cannot be reached`,
        hint: `Check HTTPS_PROXY on the runner, and whether the proxy runs. ${untrusted ? PRIVATE_ROOT : bypass}`,
        isTransient: !untrusted,
    };
}
function ofServer(endpoint, cause) {
    const { host, hostname } = new URL(endpoint);
    const code = errorCode(cause);
    const override = 'check "authority-host" if that input is set.';
    if (code !== undefined && INVALID_DATES.has(code)) {
        return {
            problem: `the TLS certificate of ${host} is not valid today`,
            hint: `Check the clock of the runner and, if a proxy inspects TLS, the proxy's certificate; ${override}`,
            isTransient: false,
        };
    }
    if (code === 'ERR_TLS_CERT_ALTNAME_INVALID') {
        return {
            problem: `the TLS certificate of ${host} is not trusted: it belongs to another host`,
            hint: `Another server responds, such as a proxy or a gateway; ${override}`,
            isTransient: false,
        };
    }
    if (code !== undefined && UNKNOWN_ROOT.has(code)) {
        return {
            problem: `the root of the TLS certificate of ${host} is not trusted`,
            hint: `${PRIVATE_ROOT} Otherwise ${override}`,
            isTransient: false,
        };
    }
    if (isTlsError(code)) {
        return {
            problem: `the TLS connection to ${host} failed`,
            hint: `Check the proxy (HTTPS_PROXY) or gateway between the runner and ${host}; ${override}`,
            isTransient: false,
        };
    }
    const network = 'On a self-hosted runner behind a proxy, set HTTPS_PROXY (and NO_PROXY).';
    if (code === 'ENOTFOUND' || code === 'EAI_AGAIN') {
        return {
            problem: `the name ${hostname} was not found`,
            hint: `Check "authority-host" (and "cloud") and the runner's DNS. ${network}`,
            isTransient: true,
        };
    }
    return {
        problem: `cannot connect to ${host}`,
        hint: `Check that the runner can reach ${host}, and "authority-host" if that input is set. ${network}`,
        isTransient: true,
    };
}
/** The error NOT_ENTRA for a response of another server, such as a gateway or a captive portal. */
function notEntra(endpoint, response) {
    const page = (0,redact/* excerpt */.Kb)(response.text);
    const to = response.location === '' ? '' : ` to ${withoutQuery(response.location)}`;
    const type = response.contentType === '' ? 'no content type' : (0,redact/* printable */.g$)(response.contentType).slice(0, 100);
    return new errors/* UserError */.yo('NOT_ENTRA', `No token: ${endpoint} responded ${response.status}${to} (${type}), which is not a response of Entra ID` +
        (page === '' ? '.' : `: ${page}`), {
        hint: 'A proxy, a gateway or a sign-in page of the network responded instead of Entra ID. Check "authority-host", ' +
            'HTTPS_PROXY and NO_PROXY.',
    });
}
function isTlsError(code) {
    if (code === undefined)
        return false;
    return UNKNOWN_ROOT.has(code) || INVALID_DATES.has(code) || code.startsWith('ERR_SSL') || code.startsWith('ERR_TLS');
}
function errorCode(thrown) {
    for (const error of causesOf(thrown)) {
        if ('code' in error && typeof error.code === 'string' && !error.code.startsWith('UND_ERR_SOCKET')) {
            return error.code;
        }
    }
    return undefined;
}
function proxyErrorIn(thrown) {
    for (const error of causesOf(thrown))
        if (error instanceof proxy/* ProxyError */.T6)
            return error;
    return undefined;
}
function* causesOf(thrown) {
    for (let at = thrown; at instanceof Error; at = at instanceof AggregateError ? at.errors[0] : at.cause)
        yield at;
}
function withoutQuery(location) {
    return (0,redact/* printable */.g$)(location.replace(/[?#].*$/s, '')).slice(0, 200);
}

// EXTERNAL MODULE: ./src/auth/retry.ts
var retry = __webpack_require__(76144);
;// CONCATENATED MODULE: ./src/auth/token-request.ts






const ATTEMPTS = 5;
const MAX_PAUSE_MS = 300_000;
const TIMEOUT_MS = 30_000;
/** Requests tokens by the client credentials grant with an assertion: RFC 7523, section 2.2. */
class TokenRequest {
    #options;
    #endpoint;
    #context;
    #redactor = new redact/* Redactor */.pO();
    constructor(options) {
        const { tenantId, clientId, thumbprint, notAfter } = options;
        const authorityHost = withoutSlash(options.authorityHost);
        this.#options = options;
        this.#context = {
            tenantId,
            clientId,
            authorityHost,
            graphUrl: withoutSlash(options.graphUrl),
            exchangeScope: options.exchangeScope === undefined ? undefined : withoutSlash(options.exchangeScope),
            thumbprint,
            notAfter,
        };
        this.#endpoint = `${authorityHost}/${encodeURIComponent(tenantId)}/oauth2/v2.0/token`;
    }
    /**
     * @param claims the JSON of a claims challenge.
     * @throws UserError with Entra's code (`AADSTS700027`), `ENTRA_UNREACHABLE` or `NOT_ENTRA`; whatever `assertion`
     * throws; the signal's reason.
     */
    async send(claims) {
        const { now } = this.#options;
        let assertion = '';
        let sentAt = 0;
        return (0,retry/* requestWithRetry */.E)({
            request: async () => {
                assertion = await this.#options.assertion(this.#endpoint);
                this.#keepSecret(assertion);
                sentAt = now();
                return this.#request(assertion, claims);
            },
            read: (response) => this.#read(response, assertion, sentAt),
            unreachable: (cause) => {
                const { error, isTransient } = unreachable(this.#endpoint, cause);
                return new retry/* Failure */.H(error, isTransient ? 'soon' : 'never');
            },
            redactor: this.#redactor,
            attempts: ATTEMPTS,
            maxPauseMs: MAX_PAUSE_MS,
            timeoutMs: TIMEOUT_MS,
        }, this.#options);
    }
    #request(assertion, claims) {
        const form = new URLSearchParams({
            grant_type: 'client_credentials',
            client_id: this.#options.clientId,
            scope: `${this.#context.exchangeScope ?? this.#context.graphUrl}/.default`,
            client_assertion_type: 'urn:ietf:params:oauth:client-assertion-type:jwt-bearer',
            client_assertion: assertion,
            ...(claims === undefined ? {} : { claims }),
        });
        return {
            url: this.#endpoint,
            method: 'POST',
            headers: { 'content-type': 'application/x-www-form-urlencoded', accept: 'application/json' },
            body: form.toString(),
        };
    }
    #read(response, assertion, sentAt) {
        const { status, json, isBusy } = response;
        if (status === 200) {
            const token = accessToken(json, sentAt);
            if (token !== undefined) {
                this.#keepSecret(token.value);
                return token;
            }
        }
        const body = status === 200 ? undefined : parseEntraError(json);
        if (body === undefined) {
            return new retry/* Failure */.H(notEntra(this.#endpoint, response), isBusy ? 'soon' : 'never');
        }
        const error = entraError(body, { ...this.#context, sent: (0,access_token/* unverifiedClaims */.Zt)(assertion) });
        return new retry/* Failure */.H(error, retryOf(body) ?? (isBusy ? 'soon' : 'never'));
    }
    #keepSecret(secret) {
        this.#redactor.add(secret);
        this.#options.mask(secret);
    }
}
function accessToken(json, sentAt) {
    if (!(0,src_json/* isRecord */.u4)(json))
        return undefined;
    const value = json.access_token;
    // Entra's older endpoints write the lifetime as a string.
    const seconds = Number(json.expires_in);
    if (typeof value !== 'string' || value === '' || !Number.isFinite(seconds) || seconds <= 0)
        return undefined;
    return { value, expiresAt: sentAt + seconds * 1000, roles: (0,access_token/* appRoles */.JI)(value) };
}
function withoutSlash(url) {
    return String(url).replace(/\/+$/, '');
}

;// CONCATENATED MODULE: ./src/auth/token.ts

/** As MSAL. A token with a lifetime of less than twenty minutes is renewed in its last quarter. */
const RENEWAL_MARGIN_MS = 300_000;
const RENEWAL_SHARE = 1 / 4;
/**
 * The access token of a run: requested once for all concurrent callers, and renewed before it expires and after a 401. If
 * a renewal fails while the token is valid, the token stays in use and the renewal is retried later.
 */
class TokenSource {
    #request;
    #now;
    #cached;
    #pending;
    /** Epoch ms: the earliest time of the next renewal after a failed one. */
    #nextRenewal = 0;
    constructor(options) {
        this.#request = new TokenRequest(options);
        this.#now = options.now;
    }
    /**
     * A valid token. Throws UserError with Entra's code (`AADSTS700027`), `ENTRA_UNREACHABLE` or `NOT_ENTRA`, and the
     * signal's reason.
     */
    async get() {
        const cached = this.#cached;
        const now = this.#now();
        if (cached === undefined || now >= cached.token.expiresAt)
            return this.#fetch();
        if (now < cached.renewAt || now < this.#nextRenewal)
            return cached.token;
        const renewal = this.#fetch();
        if (now < cached.waitAt) {
            // If it fails, the next call after the token has expired requests another.
            renewal.catch(() => undefined);
            return cached.token;
        }
        try {
            return await renewal;
        }
        catch (error) {
            if (this.#now() < cached.token.expiresAt)
                return cached.token;
            throw error;
        }
    }
    /**
     * A token after Graph responded 401 to `rejected`: the current one if it is newer, else a new one, requested once for
     * all concurrent callers.
     * @param claims the JSON of a claims challenge, without which Graph rejects the new token too.
     */
    async renew(rejected, claims) {
        if (this.#cached?.token.value === rejected.value) {
            this.#cached = undefined;
        }
        else if (this.#cached !== undefined) {
            return this.get();
        }
        return this.#fetch(claims);
    }
    #fetch(claims) {
        this.#pending ??= this.#fetchOnce(claims).finally(() => {
            this.#pending = undefined;
        });
        return this.#pending;
    }
    async #fetchOnce(claims) {
        try {
            const sentAt = this.#now();
            const token = await this.#request.send(claims);
            const margin = Math.min(RENEWAL_MARGIN_MS, (token.expiresAt - sentAt) * RENEWAL_SHARE);
            this.#cached = { token, renewAt: token.expiresAt - margin, waitAt: token.expiresAt - margin / 5 };
            return token;
        }
        catch (error) {
            const cached = this.#cached;
            if (cached !== undefined)
                this.#nextRenewal = this.#now() + (cached.token.expiresAt - cached.renewAt) / 10;
            throw error;
        }
    }
}

;// CONCATENATED MODULE: ./src/auth/sign-in.ts



const DAY_MS = 86_400_000;
/** The run warns of a certificate that expires within this many days. */
const RENEWAL_DAYS = 30;
/** Access tokens that are requested with assertions of a certificate. Sends no request until the first is needed. */
function tokensByCertificate({ certificate, ...options }) {
    return new TokenSource({
        ...options,
        thumbprint: certificate.thumbprint,
        notAfter: certificate.notAfter,
        assertion: (audience) => clientAssertion(certificate, { clientId: options.clientId, audience, now: options.now() }),
    });
}
/** Access tokens that are requested with OIDC tokens of GitHub. Sends no request until the first is needed. */
function tokensByFederation({ oidc, audience, ...options }) {
    return new TokenSource({ ...options, assertion: () => (0,federated/* federatedAssertion */.F)(oidc, audience, options) });
}
/** Whole days until the certificate expires; negative afterwards. `now`: epoch ms. */
function daysLeft(certificate, now) {
    return Math.floor((certificate.notAfter.getTime() - now) / DAY_MS);
}
/** Warnings about the PFX, and about a certificate that expires soon. `now`: epoch ms. */
function certificateWarnings(certificate, now) {
    const left = daysLeft(certificate, now);
    if (left > RENEWAL_DAYS)
        return certificate.warnings;
    const end = certificate.notAfter.toISOString().slice(0, 10);
    const days = left === 1 ? '1 day' : `${left} days`;
    return [
        ...certificate.warnings,
        `The certificate in "pfx" expires on ${end}, in ${days} (thumbprint ${certificate.thumbprint}). Add a new certificate ` +
            'to the application, then replace "pfx" and "pfx-password".',
    ];
}
/**
 * The page where an administrator grants an application the permissions that it requests.
 * https://learn.microsoft.com/entra/identity/enterprise-apps/grant-admin-consent
 */
function consentUrl({ authorityHost, tenantId, clientId, }) {
    return `${authorityHost}/${encodeURIComponent(tenantId)}/adminconsent?client_id=${encodeURIComponent(clientId)}`;
}


/***/ }),

/***/ 83916:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   Fg: () => (/* binding */ reworded),
/* harmony export */   Uc: () => (/* binding */ describeError),
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
    'EXCHANGE_DENIED',
    'OIDC_UNAVAILABLE',
    'OIDC_REFUSED',
    'OIDC_UNREACHABLE',
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
    'EXEMPTION_BROAD',
    'EXEMPTION_FAR',
    'BLANK_CELLS',
    'BASELINE_FILE',
    'BASELINE_UNUSED',
    // Comparing
    'COMPARE_UNAVAILABLE',
    // Reading
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
    'PLAN_CHANGED',
    'PLAN_TOO_LARGE',
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
    'NAME_INVALID',
    'DATES_INVALID',
    'NO_TERMINAL',
    'FILE_EXISTS',
    'FILE_UNWRITABLE',
    'PFX_UNREADABLE',
    'REPORT_UNREADABLE',
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
    place;
    constructor(code, message, options) {
        super(message, options.cause === undefined ? {} : { cause: options.cause });
        this.code = code;
        this.hint = options.hint;
        this.place = options.place;
    }
}
/** The same error with another message and hint. */
function reworded({ code, place, cause }, message, hint) {
    return new UserError(code, message, { hint, place, cause });
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

/***/ 26407:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   $m: () => (/* binding */ mailboxCmdlets),
/* harmony export */   Hr: () => (/* binding */ CMDLETS),
/* harmony export */   Ph: () => (/* binding */ knownCmdlet)
/* harmony export */ });
const IDS = ['ExternalDirectoryObjectId', 'Guid', 'Identity'];
function listing(keys) {
    return { kind: 'listing', mailboxParameter: 'Identity', keys, switches: [] };
}
function mailbox(more = {}) {
    return { kind: 'mailbox', mailboxParameter: 'Identity', keys: [], switches: [], ...more };
}
const ORGANIZATION = { kind: 'organization', mailboxParameter: 'Identity', keys: [], switches: [] };
/** https://learn.microsoft.com/powershell/module/exchange: what identifies an object of each listing differs. */
const CMDLETS = new Map([
    ['Get-Mailbox', listing(['UserPrincipalName', 'PrimarySmtpAddress', 'EmailAddresses', ...IDS])],
    ['Get-CASMailbox', listing(['PrimarySmtpAddress', 'EmailAddresses', ...IDS])],
    ['Get-MailboxAuditBypassAssociation', listing(['Guid', 'Identity'])],
    ['Get-RecipientPermission', { ...listing(['Identity']), many: true, mayNeedMailbox: true }],
    ['Get-Recipient', mailbox()],
    ['Get-MailboxPermission', mailbox({ many: true })],
    ['Get-MailboxStatistics', mailbox({ switches: ['Archive'] })],
    ['Get-CalendarProcessing', mailbox()],
    ['Get-InboxRule', mailbox({ mailboxParameter: 'Mailbox', many: true, switches: ['IncludeHidden'] })],
    ['Get-MailboxRegionalConfiguration', mailbox()],
    ['Get-MailboxJunkEmailConfiguration', mailbox()],
    ['Get-MailboxAutoReplyConfiguration', mailbox()],
    ['Get-MailboxMessageConfiguration', mailbox()],
    ['Get-TransportConfig', ORGANIZATION],
    ['Get-AcceptedDomain', ORGANIZATION],
]);
/** The cmdlets that a report file can name: those with something about each mailbox. */
function mailboxCmdlets() {
    return [...CMDLETS].flatMap(([name, { kind }]) => (kind === 'organization' ? [] : [name]));
}
/** A cmdlet of a report. Reports are checked before they run, so one that is missing is a bug. */
function knownCmdlet(name) {
    const found = CMDLETS.get(name);
    if (found === undefined)
        throw new Error(`no cmdlet ${name}`);
    return found;
}


/***/ }),

/***/ 65990:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   _s: () => (/* binding */ grantHint),
/* harmony export */   gF: () => (/* binding */ deniedError),
/* harmony export */   py: () => (/* binding */ APP_ROLE)
/* harmony export */ });
/* unused harmony export roleOf */
/* harmony import */ var _errors_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(83916);

/** https://learn.microsoft.com/powershell/exchange/app-only-auth-powershell-v2 */
const EXCHANGE_APP = '00000002-0000-0ff1-ce00-000000000000';
const APP_ROLE_ID = 'dc50a0fb-09a3-484d-be87-e023b12c6440';
/** The application permission without which Exchange Online refuses every request. */
const APP_ROLE = 'Exchange.ManageAsApp';
/** Cmdlets about the organization rather than its recipients are in another role of Exchange. */
const CONFIGURATION = /^Get-(?:AcceptedDomain|TransportConfig|OrganizationConfig|RemoteDomain|MailboxAuditBypassAssociation)$/;
/** The role of Exchange that has a cmdlet, narrower than a role in Entra ID. */
function roleOf(cmdlet) {
    if (cmdlet.startsWith('Set-'))
        return 'Mail Recipients';
    return CONFIGURATION.test(cmdlet) ? 'View-Only Configuration' : 'View-Only Recipients';
}
/** The error of an application that lacks one of the two grants, with the commands for both. */
function deniedError(cmdlet, reason, { clientId, roles }) {
    const lacksAppRole = roles !== undefined && !roles.includes(APP_ROLE);
    const lacking = lacksAppRole ? ` The token has no ${APP_ROLE}.` : '';
    return new _errors_js__WEBPACK_IMPORTED_MODULE_0__/* .UserError */ .yo('EXCHANGE_DENIED', `Exchange Online refuses ${cmdlet}: ${reason}.${lacking}`.replace('..', '.'), {
        hint: `${grantHint(cmdlet, clientId)} A new grant needs a new token, and up to two hours to apply.` +
            (cmdlet === 'Get-AcceptedDomain' ? ' Without this role, set "internal-domains".' : ''),
    });
}
/** The two grants, each with its command. */
function grantHint(cmdlet, clientId) {
    const id = /^[\w-]+$/.test(clientId) ? clientId : '<client-id>';
    const role = roleOf(cmdlet);
    const entraRole = role === 'Mail Recipients' ? 'Exchange Recipient Administrator' : 'Global Reader';
    return (`The application needs two grants. 1. The application permission ${APP_ROLE} of Office 365 Exchange Online: ` +
        `az ad app permission add --id ${id} --api ${EXCHANGE_APP} --api-permissions ${APP_ROLE_ID}=Role, then ` +
        `az ad app permission admin-consent --id ${id} . 2. A role: ${entraRole} in Entra ID, or "${role}" in Exchange Online ` +
        `PowerShell: New-ServicePrincipal -AppId ${id} -ObjectId <object ID of the enterprise application> ` +
        `-DisplayName "Mailbox Report", then New-ManagementRoleAssignment -Role "${role}" -App <the same object ID>.`);
}


/***/ }),

/***/ 17540:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   mv: () => (/* binding */ listedRequests),
/* harmony export */   oZ: () => (/* binding */ hasObjectList)
/* harmony export */ });
/* unused harmony export cmdletsOf */
/* harmony import */ var _cmdlets_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(26407);

/** What a request lists for the whole tenant. */
function listedRequests(request) {
    return [...(request.perMailbox === true ? [] : [request]), ...Object.values(request.beside ?? {})];
}
/** The cmdlets that a request runs. */
function cmdletsOf(request) {
    const { cmdlet, organization, beside = {} } = request;
    const others = Object.values(beside);
    const resolvesNames = [request, ...others].some((one) => one.resolves !== undefined);
    return [
        cmdlet,
        ...(organization === undefined ? [] : [organization.cmdlet]),
        ...others.map((one) => one.cmdlet),
        ...(resolvesNames ? ['Get-Recipient'] : []),
    ];
}
/** Whether expressions find a list of objects under `value`, since a mailbox may have several or none. */
function hasObjectList({ cmdlet, perMailbox }) {
    return perMailbox === true || (0,_cmdlets_js__WEBPACK_IMPORTED_MODULE_0__/* .knownCmdlet */ .Ph)(cmdlet).many === true;
}


/***/ }),

/***/ 59718:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   K: () => (/* binding */ firstValue)
/* harmony export */ });
/** The first value of a header. undici returns a list if the header was sent more than once. */
function firstValue(header) {
    return Array.isArray(header) ? header[0] : header;
}


/***/ }),

/***/ 57856:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   A1: () => (/* binding */ requireUsableProxy),
/* harmony export */   Au: () => (/* binding */ noProxy),
/* harmony export */   M2: () => (/* binding */ httpsProxy),
/* harmony export */   S6: () => (/* binding */ ProxyConnections),
/* harmony export */   T6: () => (/* binding */ ProxyError),
/* harmony export */   Wm: () => (/* binding */ proxySecrets),
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

/***/ 47821:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   V: () => (/* binding */ retryAfterMs)
/* harmony export */ });
/** The three HTTP date formats: IMF-fixdate, the obsolete RFC 850 format, and asctime, which has no time zone. */
const HTTP_DATE = /^(?:(?:Mon|Tue|Wed|Thu|Fri|Sat|Sun), \d{2} [A-Z][a-z]{2} \d{4} \d{2}:\d{2}:\d{2} GMT|[A-Z][a-z]{5,8}, \d{2}-[A-Z][a-z]{2}-\d{2} \d{2}:\d{2}:\d{2} GMT|(?:Mon|Tue|Wed|Thu|Fri|Sat|Sun) [A-Z][a-z]{2} [ \d]\d \d{2}:\d{2}:\d{2} \d{4})$/;
/**
 * The wait that a `Retry-After` header asks for, in ms from `now` (epoch ms). Supports whole seconds and HTTP dates
 * (RFC 9110, section 10.2.3), and fractions of a second, which Graph sends. Returns 0 for a date in the past, and undefined
 * for a missing or invalid value. Callers set the upper limit.
 */
function retryAfterMs(value, now) {
    const text = value?.trim() ?? '';
    if (/^\d{1,12}(?:\.\d*)?$|^\.\d+$/.test(text))
        return Math.ceil(Number(text) * 1000);
    if (!HTTP_DATE.test(text))
        return undefined;
    const date = Date.parse(text.endsWith('GMT') ? text : `${text} GMT`);
    return Number.isNaN(date) ? undefined : Math.max(0, date - now);
}


/***/ }),

/***/ 28347:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   F: () => (/* binding */ isConfidential),
/* harmony export */   o: () => (/* binding */ requireSecureEnvironment)
/* harmony export */ });
/* harmony import */ var _errors_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(83916);
/* harmony import */ var _proxy_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(57856);


const LOOPBACK = /^(?:localhost|127(?:\.\d{1,3}){3}|\[::1\])$/;
/** Whether a URL may receive secrets: https, or http to a loopback address. */
function isConfidential({ protocol, hostname }) {
    return protocol === 'https:' || (protocol === 'http:' && LOOPBACK.test(hostname));
}
/**
 * Checks what the environment says about connections. Throws the UserError `PROXY_INVALID`, or `TLS_UNVERIFIED` if it turns off
 * the verification of TLS certificates in Node.js.
 */
function requireSecureEnvironment(env) {
    (0,_proxy_js__WEBPACK_IMPORTED_MODULE_1__/* .requireUsableProxy */ .A1)(env);
    if (env.NODE_TLS_REJECT_UNAUTHORIZED !== '0')
        return;
    throw new _errors_js__WEBPACK_IMPORTED_MODULE_0__/* .UserError */ .yo('TLS_UNVERIFIED', 'The environment variable NODE_TLS_REJECT_UNAUTHORIZED is 0: any server could receive the tokens of this run.', {
        hint: 'Remove the variable. If a proxy inspects TLS or a server has a certificate of a private authority, set ' +
            'NODE_EXTRA_CA_CERTS on the runner to the PEM file of the root certificate.',
    });
}


/***/ }),

/***/ 38422:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   N0: () => (/* binding */ DEFAULT_ARTIFACT_NAME),
/* harmony export */   _Z: () => (/* binding */ baseline),
/* harmony export */   gM: () => (/* binding */ readReportInputs),
/* harmony export */   rl: () => (/* binding */ outputInputs)
/* harmony export */ });
/* unused harmony exports MAX_CONCURRENCY, MAX_RETENTION_DAYS */
/* harmony import */ var _auth_clouds_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(56910);
/* harmony import */ var _errors_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(83916);
/* harmony import */ var _mailboxes_internal_domains_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(18207);
/* harmony import */ var _mailboxes_shard_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(74492);
/* harmony import */ var _runner_inputs_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(39205);





const GUID = /^[0-9a-f]{8}-(?:[0-9a-f]{4}-){3}[0-9a-f]{12}$/i;
const DOMAIN = /^(?=.{4,253}$)(?:[a-z0-9](?:[a-z0-9-]*[a-z0-9])?\.)+[a-z][a-z0-9-]*[a-z0-9]$/i;
const MAX_CONCURRENCY = 256;
const MAX_RETENTION_DAYS = 400;
const DEFAULT_ARTIFACT_NAME = 'mailbox-report';
const MAX_ARTIFACT_NAME_BYTES = 200;
/**
 * Reads the inputs of the report action as the runner passes them (`INPUT_TENANT-ID` and so on). Throws a UserError
 * `INPUT_MISSING`, `INPUT_INVALID` or `EMPTY` for the first invalid one.
 */
function readReportInputs(env, listRequired = true) {
    const tenantId = identifier(env, 'tenant-id', /* domain allowed */ true);
    const clientId = identifier(env, 'client-id', false);
    const cloud = (0,_runner_inputs_js__WEBPACK_IMPORTED_MODULE_3__/* .choice */ .Yq)(env, 'cloud', ['global', 'usgov', 'usgov-dod', 'china']);
    const endpoints = _auth_clouds_js__WEBPACK_IMPORTED_MODULE_0__/* .clouds */ .Pk[cloud];
    const unlisted = (0,_runner_inputs_js__WEBPACK_IMPORTED_MODULE_3__/* .choice */ .Yq)(env, 'unlisted', ['ignore', 'warn', 'fail', 'include']);
    if (unlisted !== 'ignore' && (0,_runner_inputs_js__WEBPACK_IMPORTED_MODULE_3__/* .text */ .Qq)(env, 'shard') !== undefined) {
        throw (0,_runner_inputs_js__WEBPACK_IMPORTED_MODULE_3__/* .invalid */ .Gq)('unlisted', unlisted, 'A shard reads a share of the list: use "ignore" with "shard".');
    }
    if (listRequired && unlisted !== 'include')
        (0,_runner_inputs_js__WEBPACK_IMPORTED_MODULE_3__/* .required */ .mw)(env, 'mailboxes');
    return {
        tenantId,
        clientId,
        credential: credential(env, endpoints),
        cloud,
        authorityHost: (0,_runner_inputs_js__WEBPACK_IMPORTED_MODULE_3__/* .url */ .OZ)(env, 'authority-host', _auth_clouds_js__WEBPACK_IMPORTED_MODULE_0__/* .clouds */ .Pk.global.authorityHost) ?? endpoints.authorityHost,
        graphUrl: (0,_runner_inputs_js__WEBPACK_IMPORTED_MODULE_3__/* .url */ .OZ)(env, 'graph-url', _auth_clouds_js__WEBPACK_IMPORTED_MODULE_0__/* .clouds */ .Pk.global.graphUrl) ?? endpoints.graphUrl,
        exchangeUrl: (0,_runner_inputs_js__WEBPACK_IMPORTED_MODULE_3__/* .url */ .OZ)(env, 'exchange-url', _auth_clouds_js__WEBPACK_IMPORTED_MODULE_0__/* .clouds */ .Pk.global.exchangeUrl) ?? endpoints.exchangeUrl,
        mailboxes: (0,_runner_inputs_js__WEBPACK_IMPORTED_MODULE_3__/* .lines */ .Mn)(env, 'mailboxes'),
        mailboxColumn: (0,_runner_inputs_js__WEBPACK_IMPORTED_MODULE_3__/* .text */ .Qq)(env, 'mailbox-column'),
        report: reports(env),
        unlisted,
        internalDomains: internalDomainsInput(env),
        ...outputInputs(env),
        shard: shard(env),
        concurrency: concurrency(env),
    };
}
/** Reads the inputs that decide what becomes of the rows. Throws a UserError `INPUT_INVALID` or `INPUT_MISSING`. */
function outputInputs(env) {
    return {
        policy: (0,_runner_inputs_js__WEBPACK_IMPORTED_MODULE_3__/* .text */ .Qq)(env, 'policy'),
        baseline: baseline(env),
        failOn: (0,_runner_inputs_js__WEBPACK_IMPORTED_MODULE_3__/* .choice */ .Yq)(env, 'fail-on', ['error', 'warning', 'never']),
        maxUnreadable: maxUnreadable(env),
        compare: compare(env),
        githubToken: (0,_runner_inputs_js__WEBPACK_IMPORTED_MODULE_3__/* .text */ .Qq)(env, 'github-token'),
        artifactName: artifactName(env),
        retentionDays: retentionDays(env),
        outputDirectory: (0,_runner_inputs_js__WEBPACK_IMPORTED_MODULE_3__/* .text */ .Qq)(env, 'output-directory'),
        formats: formats(env),
        csvBom: (0,_runner_inputs_js__WEBPACK_IMPORTED_MODULE_3__/* .flag */ .Jt)(env, 'csv-bom', true),
        csvDelimiter: (0,_runner_inputs_js__WEBPACK_IMPORTED_MODULE_3__/* .choice */ .Yq)(env, 'csv-delimiter', [',', ';']),
        summary: (0,_runner_inputs_js__WEBPACK_IMPORTED_MODULE_3__/* .choice */ .Yq)(env, 'summary', ['full', 'counts', 'none']),
    };
}
/** The input `baseline`. Throws a UserError `INPUT_MISSING` without a policy. */
function baseline(env) {
    const file = (0,_runner_inputs_js__WEBPACK_IMPORTED_MODULE_3__/* .text */ .Qq)(env, 'baseline');
    if (file === undefined || (0,_runner_inputs_js__WEBPACK_IMPORTED_MODULE_3__/* .text */ .Qq)(env, 'policy') !== undefined)
        return file;
    throw new _errors_js__WEBPACK_IMPORTED_MODULE_1__/* .UserError */ .yo('INPUT_MISSING', 'The input "baseline" is set, but "policy" is empty.', {
        hint: 'Set "policy" to the policy file whose violations the baseline has, or remove "baseline".',
    });
}
function credential(env, { audience }) {
    const kind = (0,_runner_inputs_js__WEBPACK_IMPORTED_MODULE_3__/* .choice */ .Yq)(env, 'credential', ['certificate', 'federated']);
    if (kind === 'federated')
        return { kind, audience };
    return { kind, pfx: (0,_runner_inputs_js__WEBPACK_IMPORTED_MODULE_3__/* .required */ .mw)(env, 'pfx'), pfxPassword: (0,_runner_inputs_js__WEBPACK_IMPORTED_MODULE_3__/* .raw */ .lS)(env, 'pfx-password') ?? '' };
}
function identifier(env, name, domainAllowed) {
    const value = (0,_runner_inputs_js__WEBPACK_IMPORTED_MODULE_3__/* .required */ .mw)(env, name);
    if (GUID.test(value) || (domainAllowed && DOMAIN.test(value)))
        return value;
    const wanted = domainAllowed
        ? 'the Directory (tenant) ID or a verified domain such as contoso.onmicrosoft.com'
        : 'the Application (client) ID';
    throw new _errors_js__WEBPACK_IMPORTED_MODULE_1__/* .UserError */ .yo('INPUT_INVALID', `The input "${name}" is not ${domainAllowed ? 'an ID or a domain' : 'an ID'}.`, {
        hint: `Use ${wanted}, as the overview page of your application in the Entra portal shows it.`,
    });
}
/** One a line, since a path may contain a comma. */
function reports(env) {
    const given = (0,_runner_inputs_js__WEBPACK_IMPORTED_MODULE_3__/* .lines */ .Mn)(env, 'report');
    return given.length > 0 ? given : ['mailbox-settings'];
}
/** The report page by default. */
function formats(env) {
    const given = (0,_runner_inputs_js__WEBPACK_IMPORTED_MODULE_3__/* .entries */ .jO)(env, 'formats');
    return given.length === 0 ? ['html'] : given;
}
function internalDomainsInput(env) {
    const given = (0,_runner_inputs_js__WEBPACK_IMPORTED_MODULE_3__/* .entries */ .jO)(env, 'internal-domains');
    return given.length > 0 ? (0,_mailboxes_internal_domains_js__WEBPACK_IMPORTED_MODULE_2__/* .internalDomains */ .lQ)(given) : undefined;
}
function maxUnreadable(env) {
    const value = (0,_runner_inputs_js__WEBPACK_IMPORTED_MODULE_3__/* .text */ .Qq)(env, 'max-unreadable') ?? '0';
    const [, digits, percent] = /^(\d{1,9}(?:\.\d{1,6})?)\s*(%?)$/.exec(value) ?? [];
    const most = Number(digits);
    const hint = 'Use a number of mailboxes such as 10, or a percentage of the list such as 2%.';
    if (digits === undefined || (percent === '%' ? most > 100 : !Number.isInteger(most))) {
        throw (0,_runner_inputs_js__WEBPACK_IMPORTED_MODULE_3__/* .invalid */ .Gq)('max-unreadable', value, hint);
    }
    return { kind: percent === '%' ? 'percent' : 'count', most };
}
function compare(env) {
    const value = (0,_runner_inputs_js__WEBPACK_IMPORTED_MODULE_3__/* .text */ .Qq)(env, 'compare') ?? 'auto';
    const word = value.toLowerCase();
    return word === 'auto' || word === 'required' || word === 'off' ? { kind: word } : { kind: 'path', path: value };
}
/** Characters that GitHub refuses in the name of an artifact. */
const NOT_IN_ARTIFACT_NAMES = /["*/:<>?\\|\r\n]/;
/** An empty input uploads nothing. Outside a runner, the input is undefined and has its default. */
function artifactName(env) {
    const given = (0,_runner_inputs_js__WEBPACK_IMPORTED_MODULE_3__/* .raw */ .lS)(env, 'artifact-name');
    const value = given === undefined ? DEFAULT_ARTIFACT_NAME : given.trim();
    if (NOT_IN_ARTIFACT_NAMES.test(value)) {
        throw (0,_runner_inputs_js__WEBPACK_IMPORTED_MODULE_3__/* .invalid */ .Gq)('artifact-name', value, 'GitHub refuses the characters " * / : < > ? \\ | in it.');
    }
    // The report page is a file with this name.
    if (Buffer.byteLength(value) > MAX_ARTIFACT_NAME_BYTES) {
        throw (0,_runner_inputs_js__WEBPACK_IMPORTED_MODULE_3__/* .invalid */ .Gq)('artifact-name', value, `The maximum is ${MAX_ARTIFACT_NAME_BYTES} bytes.`);
    }
    return value === '' ? undefined : value;
}
function retentionDays(env) {
    const value = (0,_runner_inputs_js__WEBPACK_IMPORTED_MODULE_3__/* .text */ .Qq)(env, 'retention-days');
    if (value === undefined || value === '0')
        return undefined;
    return (0,_runner_inputs_js__WEBPACK_IMPORTED_MODULE_3__/* .wholeNumber */ .rD)('retention-days', value, MAX_RETENTION_DAYS);
}
/** A shard without an artifact would be read for nothing. */
function shard(env) {
    const value = (0,_runner_inputs_js__WEBPACK_IMPORTED_MODULE_3__/* .text */ .Qq)(env, 'shard');
    if (value === undefined)
        return undefined;
    const [, digits, total] = /^(\d{1,3}) ?\/ ?(\d{1,3})$/.exec(value) ?? [];
    const [number, of] = [Number(digits), Number(total)];
    if (!(number >= 1 && number <= of && of <= _mailboxes_shard_js__WEBPACK_IMPORTED_MODULE_4__/* .MAX_SHARDS */ .hH)) {
        throw (0,_runner_inputs_js__WEBPACK_IMPORTED_MODULE_3__/* .invalid */ .Gq)('shard', value, `Use n/m, such as 2/8: n from 1 to m, and m at most ${_mailboxes_shard_js__WEBPACK_IMPORTED_MODULE_4__/* .MAX_SHARDS */ .hH}.`);
    }
    if (artifactName(env) === undefined) {
        throw new _errors_js__WEBPACK_IMPORTED_MODULE_1__/* .UserError */ .yo('INPUT_INVALID', 'The input "shard" requires an artifact, and "artifact-name" is empty.', {
            hint: 'Remove "artifact-name", or set it to the same name in all shards and in the merge action.',
        });
    }
    return { number, of };
}
function concurrency(env) {
    const value = (0,_runner_inputs_js__WEBPACK_IMPORTED_MODULE_3__/* .text */ .Qq)(env, 'concurrency') ?? 'auto';
    return value.toLowerCase() === 'auto' ? 'auto' : (0,_runner_inputs_js__WEBPACK_IMPORTED_MODULE_3__/* .wholeNumber */ .rD)('concurrency', value, MAX_CONCURRENCY, '"auto" or ');
}


/***/ }),

/***/ 8301:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   Gv: () => (/* binding */ isObject),
/* harmony export */   MZ: () => (/* binding */ property),
/* harmony export */   _D: () => (/* binding */ jsonOrUndefined),
/* harmony export */   qF: () => (/* binding */ parseJson),
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
function isObject(value) {
    return typeof value === 'object' && value !== null && !Array.isArray(value);
}
/** The value under a key of its own, so that names such as `constructor` find nothing. */
function property(value, key) {
    return isObject(value) && Object.hasOwn(value, key) ? value[key] : undefined;
}
/** What `JSON.parse` gives is JSON all the way down, so the outermost type tells. */
function isJson(value) {
    return value === null || ['string', 'number', 'boolean', 'object'].includes(typeof value);
}


/***/ }),

/***/ 16592:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   GB: () => (/* binding */ isMailboxId),
/* harmony export */   Ow: () => (/* binding */ domainOf),
/* harmony export */   PW: () => (/* binding */ isAddress),
/* harmony export */   fS: () => (/* binding */ MAX_ADDRESS_LENGTH)
/* harmony export */ });
/** The longest mailbox address: 64 characters, `@`, and 255 of a domain. https://www.rfc-editor.org/rfc/rfc3696#section-3 */
const MAX_ADDRESS_LENGTH = 320;
/**
 * Local part: no white space, no control, invisible or replacement characters, no quotes, none of the specials of RFC
 * 5322, and no dot at either end, as in Exchange. Domain: labels of letters, digits and hyphens of any script.
 */
const ADDRESS = /^(?!\.)[^\s\p{Cc}\p{Cf}\p{Cs}\ufffd"<>()[\],;:\\@]+(?<!\.)@[\p{L}\p{M}\p{N}-]+(?:\.[\p{L}\p{M}\p{N}-]+)*$/u;
const OBJECT_ID = /^[0-9a-f]{8}-(?:[0-9a-f]{4}-){3}[0-9a-f]{12}$/i;
/**
 * Whether a trimmed text can be a user principal name or the SMTP address of a mailbox. Lenient: user principal names
 * allow more than email addresses (`user_x.com#EXT#@contoso.onmicrosoft.com`, `$x@y`), and Graph decides whether a
 * mailbox exists.
 */
function isAddress(text) {
    return text.length <= MAX_ADDRESS_LENGTH && ADDRESS.test(text);
}
/**
 * Whether a trimmed text can identify a mailbox in a list: an address, or the object ID of its user in Entra ID.
 * https://learn.microsoft.com/graph/api/user-get (`/users/{id | userPrincipalName}`)
 */
function isMailboxId(text) {
    return OBJECT_ID.test(text) || isAddress(text);
}
/** The domain of an address as written; undefined for an object ID. */
function domainOf(address) {
    const at = address.lastIndexOf('@');
    return at === -1 ? undefined : address.slice(at + 1);
}


/***/ }),

/***/ 65519:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   Sw: () => (/* binding */ unreadableError),
/* harmony export */   c5: () => (/* binding */ LIST_EXTENSIONS),
/* harmony export */   lq: () => (/* binding */ findListFiles)
/* harmony export */ });
/* unused harmony export MAX_MATCHES */
/* harmony import */ var node_fs_promises__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(51455);
/* harmony import */ var node_fs_promises__WEBPACK_IMPORTED_MODULE_0___default = /*#__PURE__*/__webpack_require__.n(node_fs_promises__WEBPACK_IMPORTED_MODULE_0__);
/* harmony import */ var _errors_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(83916);
/* harmony import */ var _text_display_js__WEBPACK_IMPORTED_MODULE_5__ = __webpack_require__(24745);
/* harmony import */ var _text_numbers_js__WEBPACK_IMPORTED_MODULE_6__ = __webpack_require__(92613);
/* harmony import */ var _workspace_glob_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(86527);
/* harmony import */ var _workspace_near_file_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(71198);
/* harmony import */ var _workspace_paths_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(28545);







const LIST_EXTENSIONS = ['txt', 'csv', 'json'];
const MAX_BRACE_EXPANSIONS = 10_000;
const MAX_MATCHES = 10_000;
/**
 * The files that paths and globs name, in the order given; the files of one glob are sorted, and each file is listed once.
 * A file outside the workspace is refused, also through a symbolic link: lists and links can come from the pull request
 * of a fork.
 *
 * Throws a UserError: `LIST_NOT_FOUND`, `LIST_OUTSIDE_WORKSPACE`, `LIST_IS_DIRECTORY`, `LIST_UNREADABLE` or
 * `LIST_GLOB_TOO_BROAD`.
 */
async function findListFiles(patterns, folder) {
    if (patterns.length === 0) {
        throw new _errors_js__WEBPACK_IMPORTED_MODULE_1__/* .UserError */ .yo('LIST_NOT_FOUND', 'The input "mailboxes" is empty.', {
            hint: 'Set it to the path of the mailbox list in the repository, such as mailboxes.txt.',
        });
    }
    const workspace = await (0,_workspace_paths_js__WEBPACK_IMPORTED_MODULE_3__/* .openWorkspace */ .OH)(folder);
    const found = new Map();
    for (const pattern of patterns) {
        for (const file of await filesOf(pattern, workspace)) {
            if (!found.has(file.realPath))
                found.set(file.realPath, file);
        }
    }
    return [...found.values()];
}
async function filesOf(pattern, workspace) {
    const relative = (0,_workspace_paths_js__WEBPACK_IMPORTED_MODULE_3__/* .pathInWorkspace */ .ep)(pattern, workspace);
    if (relative === undefined)
        throw outsideError(pattern);
    // The name of an existing file may contain the characters of a glob.
    const stats = await statsOf(relative, workspace);
    if (stats.kind !== 'missing')
        return [await listFile(relative, stats, workspace)];
    if (!(0,_workspace_glob_js__WEBPACK_IMPORTED_MODULE_4__/* .isGlob */ .f)(relative))
        throw await notFoundError(relative, workspace.root);
    const files = [];
    for (const match of await matchesOf(relative, workspace)) {
        const matched = await statsOf(match, workspace);
        if (matched.kind !== 'directory')
            files.push(await listFile(match, matched, workspace));
    }
    if (files.length === 0)
        throw await notFoundError(relative, workspace.root);
    return files;
}
async function matchesOf(pattern, { root }) {
    if ((0,_workspace_glob_js__WEBPACK_IMPORTED_MODULE_4__/* .braceExpansions */ .o)(pattern) > MAX_BRACE_EXPANSIONS)
        throw tooBroadError(pattern);
    const matches = [];
    for await (const match of (0,node_fs_promises__WEBPACK_IMPORTED_MODULE_0__.glob)(pattern, { cwd: root })) {
        if (matches.push((0,_workspace_paths_js__WEBPACK_IMPORTED_MODULE_3__/* .slashed */ .df)(match)) > MAX_MATCHES)
            throw tooBroadError(pattern);
    }
    return matches.sort();
}
async function statsOf(file, workspace) {
    try {
        return await (0,_workspace_paths_js__WEBPACK_IMPORTED_MODULE_3__/* .statInWorkspace */ .Ng)(file, workspace);
    }
    catch (error) {
        throw unreadableError(file, error);
    }
}
async function listFile(file, { kind, size }, workspace) {
    // A glob also matches symbolic links to missing files.
    if (kind === 'missing')
        throw await notFoundError(file, workspace.root);
    const realPath = await (0,_workspace_paths_js__WEBPACK_IMPORTED_MODULE_3__/* .realPathInWorkspace */ .WP)(file, workspace);
    if (realPath === undefined)
        throw outsideError(file);
    if (kind === 'directory')
        throw directoryError(file);
    if (kind === 'other')
        throw unreadableError(file, undefined);
    return { file, realPath, size };
}
/** The error for a list file that exists and cannot be read. */
function unreadableError(file, cause) {
    const code = (0,_errors_js__WEBPACK_IMPORTED_MODULE_1__/* .systemErrorCode */ .vq)(cause);
    return new _errors_js__WEBPACK_IMPORTED_MODULE_1__/* .UserError */ .yo('LIST_UNREADABLE', `${file} cannot be read${code === '' ? '' : ` (${code})`}.`, {
        hint: 'It must be a regular file that this user may read.',
        place: { file },
        cause,
    });
}
async function notFoundError(file, root) {
    if ((await (0,node_fs_promises__WEBPACK_IMPORTED_MODULE_0__.readdir)(root)).length === 0) {
        return new _errors_js__WEBPACK_IMPORTED_MODULE_1__/* .UserError */ .yo('LIST_NOT_FOUND', `There is no mailbox list ${file}: the workspace is empty.`, {
            hint: '"mailboxes" names files of the repository. In a workflow, run actions/checkout before this action.',
        });
    }
    const near = await (0,_workspace_near_file_js__WEBPACK_IMPORTED_MODULE_2__/* .nearFile */ .X)(file, root, LIST_EXTENSIONS);
    return new _errors_js__WEBPACK_IMPORTED_MODULE_1__/* .UserError */ .yo('LIST_NOT_FOUND', `There is no mailbox list ${file} in the workspace.`, {
        hint: (near === undefined ? '' : `Did you mean ${near}? `) +
            'Set "mailboxes" to its path relative to the root of the repository. In a workflow, commit the file, and run ' +
            'actions/checkout before this action.',
    });
}
function directoryError(file) {
    return new _errors_js__WEBPACK_IMPORTED_MODULE_1__/* .UserError */ .yo('LIST_IS_DIRECTORY', `${file || 'The workspace'} is a directory, not a mailbox list.`, {
        hint: `Set "mailboxes" to the file, or to all lists in the directory by a glob: ${file === '' ? '' : `${file}/`}*.txt`,
    });
}
function outsideError(pattern) {
    return new _errors_js__WEBPACK_IMPORTED_MODULE_1__/* .UserError */ .yo('LIST_OUTSIDE_WORKSPACE', `The mailbox list ${pattern} is outside the workspace.`, {
        hint: '"mailboxes" takes paths relative to the root of the repository. Copy the list there.',
    });
}
function tooBroadError(pattern) {
    return new _errors_js__WEBPACK_IMPORTED_MODULE_1__/* .UserError */ .yo('LIST_GLOB_TOO_BROAD', `The glob ${(0,_text_display_js__WEBPACK_IMPORTED_MODULE_5__/* .shownText */ .f$)(pattern)} in "mailboxes" is too broad.`, {
        hint: `A glob can match ${(0,_text_numbers_js__WEBPACK_IMPORTED_MODULE_6__/* .count */ .U9)(MAX_MATCHES)} files and stand for ${(0,_text_numbers_js__WEBPACK_IMPORTED_MODULE_6__/* .count */ .U9)(MAX_BRACE_EXPANSIONS)} names by its braces. Use *, or name a directory.`,
    });
}


/***/ }),

/***/ 18207:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   lQ: () => (/* binding */ internalDomains),
/* harmony export */   vB: () => (/* binding */ InternalDomains),
/* harmony export */   zg: () => (/* binding */ domainsOfList)
/* harmony export */ });
/* harmony import */ var node_url__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(73136);
/* harmony import */ var node_url__WEBPACK_IMPORTED_MODULE_0___default = /*#__PURE__*/__webpack_require__.n(node_url__WEBPACK_IMPORTED_MODULE_0__);
/* harmony import */ var _errors_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(83916);
/* harmony import */ var _address_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(16592);
/* harmony import */ var _text_display_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(24745);




/** Letters, digits and hyphens of any script, as in addresses. */
const DOMAIN = /^[\p{L}\p{M}\p{N}-]+(?:\.[\p{L}\p{M}\p{N}-]+)*$/u;
/**
 * Local parts of addresses whose mailbox is elsewhere than their domain says: an address that Exchange encapsulates
 * (`IMCEASMTP-eve+40evil+2Ecom@contoso.com`), the user principal name of a guest, and an X.500 address that contains `@`.
 */
const MAILBOX_ELSEWHERE = /^(?:imcea|\/[a-z]+=)|#ext#$/i;
/** The domains that count as internal, each with all its subdomains. */
class InternalDomains {
    #domains;
    /** @param domains in lower case and ASCII, without a trailing dot */
    constructor(domains) {
        this.#domains = new Set(domains);
    }
    /** Whether a domain is internal, ignoring case, a trailing dot and the spelling of `ü` as `xn--`. */
    has(domain) {
        const ascii = asciiDomain(domain);
        if (ascii === undefined)
            return false;
        if (this.#domains.has(ascii))
            return true;
        const labels = ascii.split('.');
        // A top-level domain, as of `root@com`, has no internal subdomains.
        return labels.some((_, at) => at > 0 && at < labels.length - 1 && this.#domains.has(labels.slice(at).join('.')));
    }
    /**
     * Whether mail to an SMTP address reaches an internal mailbox. A text that is not just an address, such as
     * `eve@evil.com <ceo@contoso.com>`, is not internal.
     */
    hasAddress(address) {
        const [, local, domain] = /^(.*)@([^@]*?)\.?$/s.exec(address.trim()) ?? [];
        if (local === undefined || domain === undefined)
            return false;
        return (0,_address_js__WEBPACK_IMPORTED_MODULE_2__/* .isAddress */ .PW)(`${local}@${domain}`) && !MAILBOX_ELSEWHERE.test(local) && this.has(domain);
    }
}
/**
 * The domains of the input `internal-domains`, taken as they are. `contoso.com`, `@contoso.com` and `*.contoso.com` are
 * the same, since subdomains are included; empty lines are ignored. Throws a UserError `INPUT_INVALID` for a line that is
 * not a domain.
 */
function internalDomains(lines) {
    const domains = [];
    for (const line of lines) {
        const text = line.trim();
        if (text === '')
            continue;
        const domain = asciiDomain(text.replace(/^(?:@|(?:\*?\.))/, ''));
        if (domain?.includes('.') !== true)
            throw invalidDomain(text);
        domains.push(domain);
    }
    return new InternalDomains(domains);
}
/** The domains of a list in lower case and ASCII, each with its first mailboxes, at most `maxMailboxes`. */
function domainsOfList(list, maxMailboxes) {
    const domains = new Map();
    for (let at = 0; at < list.length; at += 1) {
        const mailbox = list.at(at);
        const written = (0,_address_js__WEBPACK_IMPORTED_MODULE_2__/* .domainOf */ .Ow)(mailbox.address);
        const domain = written === undefined ? undefined : asciiDomain(written);
        if (domain === undefined)
            continue;
        const mailboxes = domains.get(domain);
        if (mailboxes === undefined)
            domains.set(domain, [mailbox]);
        else if (mailboxes.length < maxMailboxes)
            mailboxes.push(mailbox);
    }
    return domains;
}
/** A domain in lower case and ASCII, without a trailing dot; undefined for a text that is not a domain. https://www.rfc-editor.org/rfc/rfc5891 */
function asciiDomain(domain) {
    const text = domain.replace(/\.$/, '');
    if (!DOMAIN.test(text))
        return undefined;
    return (0,node_url__WEBPACK_IMPORTED_MODULE_0__.domainToASCII)(text) || undefined;
}
function invalidDomain(text) {
    return new _errors_js__WEBPACK_IMPORTED_MODULE_1__/* .UserError */ .yo('INPUT_INVALID', `The input "internal-domains" cannot be ${(0,_text_display_js__WEBPACK_IMPORTED_MODULE_3__/* .shownText */ .f$)(text)}.`, {
        hint: 'Write one domain a line, such as contoso.com. Its subdomains are included.',
    });
}


/***/ }),

/***/ 5687:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  Cb: () => (/* binding */ MAX_LIST_BYTES),
  CA: () => (/* binding */ emptyError),
  so: () => (/* binding */ listText),
  d2: () => (/* binding */ readerFor),
  Dl: () => (/* binding */ requireListSize)
});

// EXTERNAL MODULE: external "node:buffer"
var external_node_buffer_ = __webpack_require__(4573);
// EXTERNAL MODULE: external "node:fs/promises"
var promises_ = __webpack_require__(51455);
// EXTERNAL MODULE: external "node:path"
var external_node_path_ = __webpack_require__(76760);
var external_node_path_default = /*#__PURE__*/__webpack_require__.n(external_node_path_);
// EXTERNAL MODULE: ./src/errors.ts
var errors = __webpack_require__(83916);
// EXTERNAL MODULE: ./src/text/numbers.ts
var numbers = __webpack_require__(92613);
// EXTERNAL MODULE: ./node_modules/csv-parse/lib/sync.js + 9 modules
var sync = __webpack_require__(25175);
// EXTERNAL MODULE: ./src/mailboxes/list-format.ts
var list_format = __webpack_require__(31392);
;// CONCATENATED MODULE: ./src/mailboxes/csv.ts



/**
 * Reads a table with a header row, as `Get-Mailbox | Export-Csv` writes it: RFC 4180, or separated by semicolons or tabs,
 * as Excel and `-UseCulture` write it where the comma is the decimal separator. Rows may be shorter or longer than the
 * header.
 */
function readCsv(text, source, found) {
    // csv-parse counts a CRLF inside quotes as two lines. Addresses contain no line ends.
    const table = withoutTypeLine(text.replaceAll(/\r\n?/g, '\n'));
    const delimiter = delimiterOf(table);
    const places = new CellPlaces(table, delimiter);
    let column;
    let lastLine = 0;
    const readRow = (cells, line) => {
        if (column === undefined) {
            column = (0,list_format/* addressColumn */.D1)(cells, source.column);
            if (column === undefined)
                throw (0,list_format/* noColumnError */.yJ)(source, { noun: 'column', names: cells, line });
        }
        else if (cells.some((cell) => cell.trim() !== '')) {
            const at = lineOfCell(cells, column, line);
            const cell = column;
            found(cells[cell] ?? '', at, () => places.columnOf(cell, at));
        }
        lastLine = line;
    };
    try {
        (0,sync/* parse */.qg)(table, {
            delimiter,
            record_delimiter: '\n',
            relax_column_count: true,
            skip_empty_lines: true,
            trim: true,
            // With null, the parser does not collect the rows.
            on_record: (cells, { lines }) => {
                readRow(asCells(cells), lines);
                return null;
            },
        });
    }
    catch (error) {
        throw error instanceof sync/* CsvError */.J$ ? brokenCsv(error, source.file, lastLine) : error;
    }
}
/** Finds the columns of cells in the text on request. */
class CellPlaces {
    table;
    delimiter;
    lines;
    constructor(table, delimiter) {
        this.table = table;
        this.delimiter = delimiter;
    }
    /** The column of a cell's text in its line, from 1; undefined if the row starts on another line. */
    columnOf(cell, line) {
        this.lines ??= this.table.split('\n');
        const text = this.lines[line - 1] ?? '';
        let at = 0;
        for (let before = cell; before > 0; before--) {
            at = cellEnd(text, at, this.delimiter) + 1;
            if (at > text.length)
                return undefined;
        }
        const blanks = text.slice(at).search(/\S/);
        if (blanks === -1)
            return undefined;
        return at + blanks + (text[at + blanks] === '"' ? 2 : 1);
    }
}
/** The end of the cell that starts at `begin`: at its delimiter, or at the end of the line. */
function cellEnd(text, begin, delimiter) {
    let quoted = false;
    for (let at = begin; at < text.length; at++) {
        if (text[at] === '"')
            quoted = !quoted;
        else if (!quoted && text[at] === delimiter)
            return at;
    }
    return text.length;
}
/** Windows PowerShell's Export-Csv writes a `#TYPE` line unless `-NoTypeInformation` is set. Its line end stays for the line numbers. */
function withoutTypeLine(text) {
    return text.replace(/^"?#TYPE[^\n]*/, '');
}
/** The most frequent separator of the header row outside quotes; the comma if there is none. */
function delimiterOf(table) {
    const counts = { ',': 0, ';': 0, '\t': 0 };
    let quoted = false;
    for (const character of table.trimStart()) {
        if (character === '"')
            quoted = !quoted;
        else if (quoted)
            continue;
        else if (character === '\n')
            break;
        else if (character === ',' || character === ';' || character === '\t')
            counts[character] += 1;
    }
    if (counts[';'] > counts[','] && counts[';'] >= counts['\t'])
        return ';';
    return counts['\t'] > counts[','] ? '\t' : ',';
}
/** The parser reports the last line of a row; quoted cells from the address on may contain line ends. */
function lineOfCell(cells, column, lastLine) {
    let below = 0;
    for (let position = column; position < cells.length; position += 1) {
        const cell = cells[position] ?? '';
        const counted = position === column ? cell.trimStart() : cell;
        for (let at = counted.indexOf('\n'); at !== -1; at = counted.indexOf('\n', at + 1))
            below += 1;
    }
    return lastLine - below;
}
function asCells(record) {
    return Array.isArray(record) ? record.map(String) : [];
}
function brokenCsv(error, file, lastLine) {
    // An open quote extends to the end of the file, so the parser reports the last line of the file.
    const open = error.code === 'CSV_QUOTE_NOT_CLOSED';
    const line = open || typeof error.lines !== 'number' ? lastLine + 1 : error.lines;
    const what = open ? 'a quote in the row that starts here is not closed' : 'a quote is in the wrong place';
    return new errors/* UserError */.yo('LIST_MALFORMED', `${file}, line ${line}: ${what}.`, {
        hint: 'Enclose cells that contain the separator, a quote or a line end in double quotes, and double quotes inside them.',
        place: { file, line },
        cause: error,
    });
}

// EXTERNAL MODULE: ./src/mailboxes/find-files.ts
var find_files = __webpack_require__(65519);
// EXTERNAL MODULE: ./node_modules/jsonc-parser/lib/umd/main.js
var main = __webpack_require__(99547);
// EXTERNAL MODULE: ./src/text/display.ts
var display = __webpack_require__(24745);
;// CONCATENATED MODULE: ./src/mailboxes/json.ts




const NEXT_LINK = '@odata.nextLink';
const MAX_DEPTH = 100;
const MAX_LINK_SHOWN = 200;
const SHAPES = 'an array of addresses or of objects, or an object with such an array in "value", as Graph returns it';
/**
 * Reads a JSON array of addresses, or of objects with an address under one of their keys, or an object with such arrays
 * under `value`. https://www.rfc-editor.org/rfc/rfc8259: no comments, no trailing commas. A visitor instead of a parser:
 * parsed values have no lines, and 300,000 objects take hundreds of megabytes. Throws a UserError `LIST_MALFORMED`,
 * `LIST_NO_COLUMN`, or `LIST_INCOMPLETE` for the first of several pages from Graph.
 */
function readJson(text, source, found) {
    if (text.trim() === '')
        return;
    const walk = new ListWalk(source, found);
    (0,main.visit)(text, {
        onObjectBegin: (_offset, _length, line, character) => {
            walk.open('{', { line: line + 1, column: character + 1 });
        },
        onArrayBegin: (_offset, _length, line, character) => {
            walk.open('[', { line: line + 1, column: character + 1 });
        },
        onObjectEnd: () => {
            walk.close();
        },
        onArrayEnd: () => {
            walk.close();
        },
        onObjectProperty: (name) => {
            walk.property(name);
        },
        onLiteralValue: (value, _offset, _length, line, character) => {
            // The text of a string starts behind its quote.
            const column = character + (typeof value === 'string' ? 2 : 1);
            walk.value(textOf(value), { line: line + 1, column });
        },
        onError: (code, _offset, _length, line, character) => {
            throw malformed(source.file, inWords((0,main.printParseErrorCode)(code)), { line: line + 1, column: character + 1 });
        },
    }, { disallowComments: true, allowTrailingComma: false, allowEmptyContent: false });
    walk.end();
}
/** Follows the visitor through the text and passes on the values in the places of addresses. */
class ListWalk {
    source;
    found;
    depth = 0;
    /** The depth inside the list's array while that is open. */
    listDepth;
    listSeen = false;
    lastProperty = '';
    entry;
    /** The address key for comparison, found in the first object that has one. */
    key;
    keyless;
    constructor(source, found) {
        this.source = source;
        this.found = found;
    }
    open(bracket, at) {
        if (this.depth >= MAX_DEPTH)
            throw malformed(this.source.file, 'nested too deeply', { line: at.line });
        if (this.depth === this.listDepth && bracket === '{')
            this.entry = { at, fields: new Map() };
        else if (this.listDepth !== undefined)
            this.value(`${bracket}…`, at);
        else if (bracket === '[' && this.listStartsHere()) {
            this.listDepth = this.depth + 1;
            this.listSeen = true;
        }
        this.depth += 1;
    }
    close() {
        this.depth -= 1;
        if (this.listDepth === undefined)
            return;
        if (this.depth === this.listDepth && this.entry !== undefined)
            this.closeEntry(this.entry);
        else if (this.depth < this.listDepth)
            this.listDepth = undefined;
    }
    property(name) {
        this.lastProperty = name;
    }
    /** A value in the list or in an object of the list; others are ignored, except the link to a next page. */
    value(text, at) {
        if (this.depth === 1 && this.listDepth === undefined && this.lastProperty === NEXT_LINK && text !== '') {
            throw incomplete(this.source.file, text, at);
        }
        if (this.listDepth === undefined)
            return;
        if (this.depth === this.listDepth)
            this.pass(text, at);
        else if (this.depth === this.listDepth + 1 && this.entry !== undefined) {
            const name = this.lastProperty;
            if (this.key === undefined || (0,list_format/* columnKey */.qN)(name) === this.key)
                this.entry.fields.set(name, { text, at });
        }
    }
    end() {
        const { file } = this.source;
        if (!this.listSeen)
            throw malformed(file, 'there is no list', { line: 1 });
        if (this.key === undefined && this.keyless !== undefined) {
            throw (0,list_format/* noColumnError */.yJ)(this.source, { noun: 'key', ...this.keyless });
        }
    }
    listStartsHere() {
        return this.depth === 0 || (this.depth === 1 && this.lastProperty === 'value');
    }
    pass(text, { line, column }) {
        this.found(text, line, () => column);
    }
    closeEntry({ fields, at }) {
        this.entry = undefined;
        const names = [...fields.keys()];
        const position = (0,list_format/* addressColumn */.D1)(names, this.key ?? this.source.column);
        const name = position === undefined ? undefined : names[position];
        if (name === undefined)
            this.keyless ??= { names, line: at.line };
        else
            this.key ??= (0,list_format/* columnKey */.qN)(name);
        const field = name === undefined ? undefined : fields.get(name);
        this.pass(field?.text ?? '', field?.at ?? at);
    }
}
/** A null is a missing address, such as the `mail` of a user without a mailbox. */
function textOf(literal) {
    if (literal === null)
        return '';
    return typeof literal === 'string' ? literal : JSON.stringify(literal);
}
/** `ValueExpected` as `value expected`. */
function inWords(code) {
    return code.replaceAll(/(?<=[a-z])(?=[A-Z])/g, ' ').toLowerCase();
}
function malformed(file, what, at) {
    const where = at.column === undefined ? `line ${at.line}` : `line ${at.line}, column ${at.column}`;
    return new errors/* UserError */.yo('LIST_MALFORMED', `${file}, ${where}: this is not a JSON list of mailboxes: ${what}.`, {
        hint: `The file must be ${SHAPES}, in plain JSON without comments and trailing commas.`,
        place: { file, ...at },
    });
}
/** Graph returns users in pages. https://learn.microsoft.com/graph/paging */
function incomplete(file, link, { line, column }) {
    // The token grants nothing by itself, but it encodes data of the directory.
    const shown = link.replace(/(skiptoken|deltatoken)=[^&]*/gi, '$1=...');
    return new errors/* UserError */.yo('LIST_INCOMPLETE', `${file}, line ${line}: "${NEXT_LINK}" says that the list continues at ${(0,display/* visibleLine */.P8)((0,display/* shortened */.vI)(shown, MAX_LINK_SHOWN))}.`, {
        hint: 'Request all pages, join their "value" arrays into one file, and remove "@odata.nextLink".',
        place: { file, line, column },
    });
}

;// CONCATENATED MODULE: ./src/mailboxes/txt.ts
/**
 * Reads an address a line. Blank lines, lines that start with `#` and comments behind an address are ignored; such a
 * comment needs white space before its `#`, since the user principal name of a guest contains `#EXT#`.
 */
function readTxt(text, _source, found) {
    let start = 0;
    let line = 1;
    // One line at a time: an array of 300,000 lines would enlarge V8's heap for the whole run.
    for (const { 0: end, index } of text.matchAll(/\r\n|\n|\r|$/g)) {
        readLine(text.slice(start, index), line, found);
        start = index + end.length;
        line += 1;
    }
}
function readLine(line, number, found) {
    const comment = line.search(/(?:^|\s)#/);
    const address = comment === -1 ? line : line.slice(0, comment);
    if (address.trim() !== '')
        found(address, number, () => address.search(/\S/) + 1);
}

;// CONCATENATED MODULE: ./src/mailboxes/list-file.ts









/** The bytes that all lists of a run can have together. A UTF-8 list of 300,000 mailboxes has about 10 MB. */
const MAX_LIST_BYTES = 100_000_000;
const READERS = {
    txt: readTxt,
    csv: readCsv,
    json: readJson,
};
const NEWLINE = 0x0a;
/** The reader for the file name extension of a list. Throws a UserError `LIST_FORMAT`. */
function readerFor({ file }) {
    const extension = external_node_path_default().extname(file).slice(1).toLowerCase();
    const known = find_files/* LIST_EXTENSIONS */.c5.find((name) => name === extension);
    if (known !== undefined)
        return READERS[known];
    throw new errors/* UserError */.yo('LIST_FORMAT', `${file} is not a format of mailbox lists: .txt, .csv or .json.`, {
        hint: 'Rename the file to match its content (.txt: an address a line), or limit "mailboxes" to mailbox lists.',
        place: { file },
    });
}
/** Throws a UserError `LIST_TOO_LARGE` at the first file with which the lists exceed 100 MB. */
function requireListSize(files) {
    let total = 0;
    for (const { file, size } of files) {
        total += size;
        if (total <= MAX_LIST_BYTES)
            continue;
        const megabytes = (0,numbers/* count */.U9)(Math.ceil(total / 1_000_000));
        const subject = total === size ? file : `With ${file}, the lists`;
        throw new errors/* UserError */.yo('LIST_TOO_LARGE', `${subject}: ${megabytes} MB exceed the limit of ${MAX_LIST_BYTES / 1_000_000} MB.`, {
            hint: 'Remove columns that the report does not need, or split the list over several workflow runs.',
            place: { file },
        });
    }
}
/** The text of a list. Throws a UserError `LIST_UNREADABLE` or `LIST_ENCODING`. */
async function listText({ file, realPath }) {
    return decode(await bytesOf({ file, realPath }), file);
}
async function bytesOf({ file, realPath }) {
    try {
        return await (0,promises_.readFile)(realPath);
    }
    catch (error) {
        throw (0,find_files/* unreadableError */.Sw)(file, error);
    }
}
/** The error for lists without an address. */
function emptyError(files) {
    const [file] = files;
    return new errors/* UserError */.yo('LIST_EMPTY', `There is no mailbox address in ${files.join(', ')}.`, {
        hint: 'Add at least one address to a list that "mailboxes" names. In a .txt file, lines that start with # are comments.',
        ...(file === undefined ? {} : { place: { file } }),
    });
}
/**
 * The text without its byte order mark: UTF-8, or UTF-16 if a mark says so, as `Out-File` of Windows PowerShell 5 writes
 * it. Any other encoding is an error, since a guess could change names.
 */
function decode(bytes, file) {
    const encoding = encodingOf(bytes);
    if (encoding === 'utf-8' && !(0,external_node_buffer_.isUtf8)(bytes)) {
        throw encodingError(`${file} is not UTF-8.`, { file, line: firstInvalidLine(bytes) });
    }
    const text = new TextDecoder(encoding).decode(bytes);
    if (text.includes('\0'))
        throw encodingError(`${file} contains NUL characters, so it is not UTF-8 text.`, { file });
    // The decoder replaces invalid UTF-16 by U+FFFD, which no address contains.
    if (encoding !== 'utf-8' && text.includes('\ufffd'))
        throw encodingError(`${file} is not valid UTF-16.`, { file });
    return text;
}
function encodingOf(bytes) {
    if (bytes[0] === 0xff && bytes[1] === 0xfe)
        return 'utf-16le';
    if (bytes[0] === 0xfe && bytes[1] === 0xff)
        return 'utf-16be';
    return 'utf-8';
}
/** The byte of a newline is never part of a longer UTF-8 sequence, so each line can be checked by itself. */
function firstInvalidLine(bytes) {
    let line = 1;
    for (let start = 0; start < bytes.length; line += 1) {
        const newline = bytes.indexOf(NEWLINE, start);
        const end = newline === -1 ? bytes.length : newline;
        if (!(0,external_node_buffer_.isUtf8)(bytes.subarray(start, end)))
            break;
        start = end + 1;
    }
    return line;
}
function encodingError(message, place) {
    return new errors/* UserError */.yo('LIST_ENCODING', message, {
        hint: 'Save the file as UTF-8. In PowerShell, write it with -Encoding utf8.',
        place,
    });
}


/***/ }),

/***/ 31392:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   D1: () => (/* binding */ addressColumn),
/* harmony export */   oQ: () => (/* binding */ malformedAddress),
/* harmony export */   qN: () => (/* binding */ columnKey),
/* harmony export */   yJ: () => (/* binding */ noColumnError)
/* harmony export */ });
/* harmony import */ var _errors_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(83916);
/* harmony import */ var _text_display_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(24745);
/* harmony import */ var _text_numbers_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(92613);
/* harmony import */ var _address_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(16592);




/** Names of the address in this action's CSV, in Exchange cmdlets and in Graph, in order of precedence. */
const ADDRESS_COLUMNS = [
    'MailboxName',
    'UserPrincipalName',
    'PrimarySmtpAddress',
    'Mail',
    'EmailAddress',
    'Mailbox',
    'Address',
];
const MAX_NAMES_SHOWN = 20;
/** The position of the address column among column names, compared without case; undefined if there is none. */
function addressColumn(names, wanted) {
    const keys = names.map(columnKey);
    for (const candidate of wanted === undefined ? ADDRESS_COLUMNS : [wanted]) {
        const position = keys.indexOf(columnKey(candidate));
        if (position !== -1)
            return position;
    }
    return undefined;
}
/** A column name for comparison: trimmed and in lower case. */
function columnKey(name) {
    return name.trim().toLowerCase();
}
/** The error for a list without a column (CSV) or key (JSON objects) of the address. */
function noColumnError({ file, column }, { noun, names, line }) {
    const problem = column === undefined
        ? `${file} has no ${noun} that is known to contain mailbox addresses`
        : `${file} has no ${noun} ${(0,_text_display_js__WEBPACK_IMPORTED_MODULE_1__/* .shownText */ .f$)(column)} with the mailbox addresses`;
    const known = (0,_text_numbers_js__WEBPACK_IMPORTED_MODULE_2__/* .listed */ .KE)(ADDRESS_COLUMNS, 'or');
    const alternative = column === undefined ? `name the ${noun} ${known}` : `remove "mailbox-column" if the ${noun} is named ${known}`;
    const withoutHeader = noun === 'column' && names.some((name) => (0,_address_js__WEBPACK_IMPORTED_MODULE_3__/* .isMailboxId */ .GB)(name.trim()));
    const actual = withoutHeader
        ? 'Its first row contains addresses instead of column names.'
        : `Its ${noun}s are ${shownNames(names)}.`;
    return new _errors_js__WEBPACK_IMPORTED_MODULE_0__/* .UserError */ .yo('LIST_NO_COLUMN', `${problem}. ${actual}`, {
        hint: withoutHeader
            ? 'Add a header row, such as UserPrincipalName, or save the list as .txt with one address a line.'
            : `Set "mailbox-column" to one of them, or ${alternative}.`,
        place: { file, line },
    });
}
/** The error for a text in the place of an address. Its message does not name the place. */
function malformedAddress(text, place) {
    // A text that may contain an address is not repeated: logs and summaries may be public. The place identifies it.
    const shown = text.includes('@') ? 'This' : (0,_text_display_js__WEBPACK_IMPORTED_MODULE_1__/* .shownText */ .f$)(text);
    const message = text === '' ? 'The address is missing.' : `${shown} is not a mailbox address.`;
    return new _errors_js__WEBPACK_IMPORTED_MODULE_0__/* .UserError */ .yo('ADDRESS_MALFORMED', message, {
        hint: 'Correct or remove it. Each entry is a user principal name or email address, such as adele@contoso.com, or an object ID. A table must be a .csv file.',
        place,
    });
}
function shownNames(names) {
    const named = names.filter((name) => name.trim() !== '');
    if (named.length === 0)
        return 'all unnamed';
    const shown = named.slice(0, MAX_NAMES_SHOWN).map((name) => (0,_text_display_js__WEBPACK_IMPORTED_MODULE_1__/* .shownText */ .f$)(name.trim()));
    return shown.join(', ') + (named.length > MAX_NAMES_SHOWN ? ` and ${named.length - MAX_NAMES_SHOWN} more` : '');
}


/***/ }),

/***/ 74492:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   hH: () => (/* binding */ MAX_SHARDS),
/* harmony export */   tC: () => (/* binding */ shareOf),
/* harmony export */   u9: () => (/* binding */ shardArtifactName),
/* harmony export */   uk: () => (/* binding */ shardRange)
/* harmony export */ });
/** GitHub allows 256 jobs in a matrix. https://docs.github.com/actions/reference/limits */
const MAX_SHARDS = 256;
/** The positions of a shard: contiguous, so that the order of the list survives. Sizes differ by one at most. */
function shardRange(length, { number, of }) {
    return { start: Math.floor(((number - 1) * length) / of), end: Math.floor((number * length) / of) };
}
/** The mailboxes of a shard as a list. Duplicates and files remain those of the whole list. */
function shareOf(list, shard) {
    const { start, end } = shardRange(list.length, shard);
    const length = end - start;
    return {
        ...list,
        length,
        at: (position) => {
            if (position < 0 || position >= length)
                throw new RangeError(`The shard has no mailbox at position ${position}.`);
            return list.at(start + position);
        },
    };
}
/** The name of a shard's artifact: `mailbox-report-shard-2-of-8`. */
function shardArtifactName(artifactName, { number, of }) {
    return `${artifactName}-shard-${number}-of-${of}`;
}


/***/ }),

/***/ 3151:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   $c: () => (/* binding */ annotateDuplicates),
/* harmony export */   TF: () => (/* binding */ annotateError),
/* harmony export */   r_: () => (/* binding */ annotateMailboxes),
/* harmony export */   tf: () => (/* binding */ annotateWarning)
/* harmony export */ });
/* harmony import */ var _errors_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(83916);
/* harmony import */ var _runner_log_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(47708);
/* harmony import */ var _text_numbers_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(92613);
/* harmony import */ var _policy_verdict_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(75187);
/* harmony import */ var _totals_tally_js__WEBPACK_IMPORTED_MODULE_5__ = __webpack_require__(21235);
/* harmony import */ var _totals_unreadable_hints_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(51245);






/** GitHub shows ten errors and ten warnings of a step, and drops the rest. https://docs.github.com/rest/checks/runs */
const MAX_OF_A_LEVEL = 10;
/** At most so many annotations name mailboxes: the report has them all. */
const MAX_MAILBOXES = 10;
/**
 * Annotates the lines of the list with violations and with mailboxes that could not be read. One budget decides which
 * GitHub shows: one mailbox of each violated rule, then a second of each, and at least one that could not be read. The
 * rest is counted in the log. With `counts`, no mailbox is named.
 */
function annotateMailboxes(core, { policy, mailboxes }, options) {
    const budget = new AnnotationBudget(options);
    // One place is kept for mailboxes that could not be read.
    const kept = mailboxes.unreadable > 0 ? 1 : 0;
    if (policy !== undefined)
        annotateViolations(core, policy, budget, { ...options, kept });
    annotateUnreadable(core, mailboxes, budget, options.detail);
}
/** The annotations that GitHub still shows of a step. */
class AnnotationBudget {
    #errors;
    #warnings;
    #mailboxes;
    constructor({ fails, warned, named }) {
        this.#errors = MAX_OF_A_LEVEL - (fails ? 1 : 0);
        this.#warnings = MAX_OF_A_LEVEL - warned;
        this.#mailboxes = MAX_MAILBOXES - named;
    }
    /** Takes an annotation of a level if there is one left beside those that are kept. */
    take(level, kept) {
        if (this.#mailboxes <= kept)
            return false;
        if (level === 'error') {
            if (this.#errors <= 0)
                return false;
            this.#errors -= 1;
        }
        else {
            if (this.#warnings <= kept)
                return false;
            this.#warnings -= 1;
        }
        this.#mailboxes -= 1;
        return true;
    }
}
function annotateViolations(core, { violationCount, warningCount, knownCount, highlights }, budget, { detail, failOn, kept }) {
    if (knownCount > 0)
        core.info(`${(0,_text_numbers_js__WEBPACK_IMPORTED_MODULE_3__/* .counted */ .hS)(knownCount, 'violation is', 'violations are')} known: in the baseline.`);
    if (violationCount + warningCount === 0)
        return;
    const total = [
        ...(violationCount === 0 ? [] : [(0,_text_numbers_js__WEBPACK_IMPORTED_MODULE_3__/* .counted */ .hS)(violationCount, 'violation', 'violations')]),
        ...(warningCount === 0 ? [] : [(0,_text_numbers_js__WEBPACK_IMPORTED_MODULE_3__/* .counted */ .hS)(warningCount, 'warning', 'warnings')]),
    ].join(' and ');
    if (detail === 'counts') {
        core.warning(`The policy found ${total}.`, { title: 'Policy' });
        return;
    }
    let annotated = 0;
    for (const highlight of highlights) {
        const { rule, verdict, address, file, line, more, isNew } = highlight;
        const level = failOn === 'warning' || (failOn === 'error' && verdict === 'fail') ? 'error' : 'warning';
        if (!budget.take(level, kept))
            continue;
        const others = more === 0 ? '' : `, and ${(0,_text_numbers_js__WEBPACK_IMPORTED_MODULE_3__/* .count */ .U9)(more)} more`;
        const message = (0,_runner_log_js__WEBPACK_IMPORTED_MODULE_4__/* .logLines */ .OG)(`${address}: ${rule.title}. ${(0,_policy_verdict_js__WEBPACK_IMPORTED_MODULE_1__/* .findingText */ .NK)(highlight)}${others}${isNew ? ' (new)' : ''}`);
        core[level](message, { title: `Policy: ${rule.id}`, file, startLine: line });
        annotated += 1;
    }
    core.info(`The policy found ${total}; ${(0,_text_numbers_js__WEBPACK_IMPORTED_MODULE_3__/* .count */ .U9)(annotated)} of them are annotated in the list. See violations.csv.`);
}
/** Mailboxes that a cancelled run did not request are only counted. */
function annotateUnreadable(core, tally, budget, detail) {
    if (tally.unreadable === 0)
        return;
    const total = (0,_text_numbers_js__WEBPACK_IMPORTED_MODULE_3__/* .counted */ .hS)(tally.unreadable, 'mailbox', 'mailboxes');
    const causes = tally.causes.map((status) => `${(0,_text_numbers_js__WEBPACK_IMPORTED_MODULE_3__/* .count */ .U9)(tally.unreadableBy(status))} ${status}`).join(', ');
    if (detail === 'counts') {
        core.warning(`${total} could not be read: ${causes}.`, { title: 'Mailboxes that could not be read' });
        return;
    }
    let annotated = 0;
    for (const { status, mailbox } of byCause(tally)) {
        // One is always annotated: a run must not hide that mailboxes could not be read.
        if (!budget.take('warning', 0) && annotated > 0)
            break;
        const { address, error, file, line } = mailbox;
        core.warning((0,_runner_log_js__WEBPACK_IMPORTED_MODULE_4__/* .logLines */ .OG)(`${address}: ${error === '' ? _totals_unreadable_hints_js__WEBPACK_IMPORTED_MODULE_2__/* .REMEDIES */ .l[status] : error}`), {
            title: `Mailbox could not be read: ${status}`,
            file,
            startLine: line,
        });
        annotated += 1;
    }
    if (tally.unreadable > annotated)
        core.info(`${total} could not be read: ${causes}. See the CSV.`);
}
/** The first mailbox of each cause, then the second of each, and so on. */
function byCause(tally) {
    const causes = _totals_tally_js__WEBPACK_IMPORTED_MODULE_5__/* .UNREADABLE_STATUSES */ .dG.filter((status) => status !== 'cancelled').map((status) => tally.unreadableMailboxes(status).map((mailbox) => ({ status, mailbox })));
    const rounds = Array.from({ length: MAX_MAILBOXES }, (_, round) => causes.flatMap((cause) => cause.slice(round, round + 1)));
    return rounds.flat().slice(0, MAX_MAILBOXES);
}
/**
 * Reports in exactly one error annotation why the step fails: a UserError with its code, hint and place, anything else as
 * a bug. Causes and stacks are in the debug log.
 */
function annotateError(core, error) {
    if (error instanceof _errors_js__WEBPACK_IMPORTED_MODULE_0__/* .UserError */ .yo) {
        core.error((0,_runner_log_js__WEBPACK_IMPORTED_MODULE_4__/* .logLines */ .OG)(`${error.message}\n${error.hint}`), { title: error.code, ...(0,_runner_log_js__WEBPACK_IMPORTED_MODULE_4__/* .placeProperties */ .ty)(error.place) });
        if (error.cause !== undefined)
            core.debug((0,_runner_log_js__WEBPACK_IMPORTED_MODULE_4__/* .logLines */ .OG)(`Caused by: ${(0,_errors_js__WEBPACK_IMPORTED_MODULE_0__/* .describeError */ .Uc)(error.cause)}`));
        return;
    }
    core.error((0,_runner_log_js__WEBPACK_IMPORTED_MODULE_4__/* .logLines */ .OG)((0,_errors_js__WEBPACK_IMPORTED_MODULE_0__/* .describeError */ .Uc)(error)), { title: 'Unexpected error, this is a bug in Mailbox Report' });
    if (error instanceof Error && error.stack !== undefined)
        core.debug((0,_runner_log_js__WEBPACK_IMPORTED_MODULE_4__/* .logLines */ .OG)(error.stack));
}
/** Reports a problem that does not fail the step. */
function annotateWarning(core, { code, message, hint, place }) {
    core.warning((0,_runner_log_js__WEBPACK_IMPORTED_MODULE_4__/* .logLines */ .OG)(`${message}\n${hint}`), { title: code, ...(0,_runner_log_js__WEBPACK_IMPORTED_MODULE_4__/* .placeProperties */ .ty)(place) });
}
/** Warns once of addresses that the lists repeat, at the first repetition. With `counts` it names none. */
function annotateDuplicates(core, list, detail) {
    const [first] = list.duplicates;
    if (first === undefined)
        return;
    const { mailbox, firstAt } = first;
    const lines = `${(0,_text_numbers_js__WEBPACK_IMPORTED_MODULE_3__/* .counted */ .hS)(list.duplicateCount, 'line', 'lines')} of the mailbox lists`;
    const which = list.duplicateCount === 1 ? 'It is' : 'The first is';
    const named = ` ${which} ${mailbox.address}, which is also in ${firstAt.file}, line ${firstAt.line}.`;
    core.warning((0,_runner_log_js__WEBPACK_IMPORTED_MODULE_4__/* .logText */ .kc)(`${lines} ${list.duplicateCount === 1 ? 'repeats an address' : 'repeat addresses'}. Each mailbox is reported once.` +
        (detail === 'full' ? named : '')), { title: 'Repeated mailboxes', ...(0,_runner_log_js__WEBPACK_IMPORTED_MODULE_4__/* .placeProperties */ .ty)({ file: mailbox.file, line: mailbox.line }) });
}


/***/ }),

/***/ 72777:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   D9: () => (/* binding */ markdownCode),
/* harmony export */   Qj: () => (/* binding */ markdownTable),
/* harmony export */   TM: () => (/* binding */ folded),
/* harmony export */   iQ: () => (/* binding */ markdownLink),
/* harmony export */   p7: () => (/* binding */ markdownText)
/* harmony export */ });
/* harmony import */ var _text_display_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(24745);

/** Characters with a meaning in Markdown, HTML or table rows, anywhere in a line. */
const MARKS = /[&<>"`*_{}[\]\\|~^=$!#@]/g;
/** The start of a list, of the underline of a heading or of a thematic break. */
const LINE_START = /^(?:[-+]|(\d+)([.)]))/;
/** Where GitHub links bare text. It does so after rendering Markdown, so character references do not prevent it. */
const LINK_STARTS = /#(?=\d)|\bGH-(?=\d)|:(?=\/\/)|www\.(?=\S)|\b(?:mailto|xmpp):(?=\S)/gi;
/** Invisible, without a line break: https://www.unicode.org/charts/PDF/U2000.pdf */
const WORD_JOINER = '\u2060';
/**
 * An address, a mention, or what looks like one, without the punctuation around it. It starts at a boundary, so that a long
 * text takes linear time.
 */
const ADDRESSES = /(?!')(?<=(?:^|[\s<>()[\]`|,;:"])'*)[^\s<>()[\]`|,;:"]*@[^\s<>()[\]`|,;:"]*[^\s<>()[\]`|,;:"'.!?]/gu;
const MAX_CODE_LENGTH = 2_000;
/**
 * Untrusted text for GitHub's Markdown, in a paragraph, a list item or a table cell, on one line. Special characters become
 * character references, which Markdown never reads as structure
 * (https://spec.commonmark.org/0.31.2/#entity-and-numeric-character-references). Addresses and mentions are code, so that
 * they can be copied and are no links. An invisible character breaks issue references and bare links. Shortened to
 * `length` characters.
 */
function markdownText(text, length = 2_000) {
    const line = (0,_text_display_js__WEBPACK_IMPORTED_MODULE_0__/* .visibleLine */ .P8)((0,_text_display_js__WEBPACK_IMPORTED_MODULE_0__/* .shortened */ .vI)(text, length)).replace(/\s+/g, ' ').trim();
    let markdown = '';
    let end = 0;
    for (const { 0: address, index } of line.matchAll(ADDRESSES)) {
        markdown += escapedText(line.slice(end, index)) + codeSpan(address);
        end = index + address.length;
    }
    markdown += escapedText(line.slice(end));
    return markdown.replace(LINE_START, (mark, digits, point) => digits === undefined || point === undefined ? reference(mark) : digits + reference(point));
}
function escapedText(text) {
    return text.replace(LINK_STARTS, (start) => start + WORD_JOINER).replace(MARKS, reference);
}
/**
 * An address, a path or another short text as code, in which GitHub makes no links: what is copied is exactly the text. A
 * table ends a cell at `|`, also in a code span, so such a text is an element with character references instead.
 */
function markdownCode(text) {
    const line = (0,_text_display_js__WEBPACK_IMPORTED_MODULE_0__/* .visibleLine */ .P8)((0,_text_display_js__WEBPACK_IMPORTED_MODULE_0__/* .shortened */ .vI)(text, MAX_CODE_LENGTH));
    if (line.trim() === '')
        return '';
    return /\||^ | $/.test(line) ? `<code>${escapedText(line)}</code>` : codeSpan(line);
}
/** The fence is longer than each run of backticks in the text. https://spec.commonmark.org/0.31.2/#code-spans */
function codeSpan(text) {
    const runs = text.match(/`+/g) ?? [];
    const fence = '`'.repeat(1 + Math.max(0, ...runs.map(({ length }) => length)));
    const pad = text.startsWith('`') || text.endsWith('`') ? ' ' : '';
    return fence + pad + text + pad + fence;
}
/** A link if the address is http or https, else the text alone. */
function markdownLink(text, url) {
    const shown = markdownText(text);
    const parsed = URL.parse(url);
    if (parsed?.protocol !== 'https:' && parsed?.protocol !== 'http:')
        return shown;
    const target = parsed.href.replace(/[^\w:/?=&%.~+,;@-]/g, (mark) => mark === '#' ? mark : `%${mark.charCodeAt(0).toString(16).toUpperCase().padStart(2, '0')}`);
    return `[${shown}](${target})`;
}
/** A table and a blank line. Cells are Markdown; `numbers`: all columns but the first are right-aligned. */
function markdownTable(header, rows, numbers = true) {
    const rule = header.map((_, column) => (numbers && column > 0 ? '---:' : '---'));
    return `${[header, rule, ...rows].map((cells) => `| ${cells.join(' | ')} |`).join('\n')}\n\n`;
}
/** Content that unfolds from a title line. Both are Markdown; GitHub requires the blank lines around the content. */
function folded(line, content) {
    return `<details><summary>${line}</summary>\n\n${content}</details>\n\n`;
}
function reference(mark) {
    return `&#${mark.charCodeAt(0)};`;
}


/***/ }),

/***/ 77235:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  Q0: () => (/* binding */ MAX_SUMMARY_BYTES),
  N5: () => (/* binding */ errorSummary),
  eH: () => (/* binding */ summaryMarkdown),
  oG: () => (/* binding */ writeStepSummary)
});

// EXTERNAL MODULE: external "node:fs/promises"
var promises_ = __webpack_require__(51455);
// EXTERNAL MODULE: ./src/auth/sign-in.ts + 7 modules
var sign_in = __webpack_require__(20972);
// EXTERNAL MODULE: ./src/errors.ts
var errors = __webpack_require__(83916);
// EXTERNAL MODULE: ./src/runner/log.ts
var log = __webpack_require__(47708);
// EXTERNAL MODULE: ./src/text/numbers.ts
var numbers = __webpack_require__(92613);
// EXTERNAL MODULE: ./src/output/totals/run-summary.ts
var run_summary = __webpack_require__(66625);
// EXTERNAL MODULE: ./src/output/totals/unreadable-hints.ts
var unreadable_hints = __webpack_require__(51245);
// EXTERNAL MODULE: ./src/output/totals/comparison-text.ts
var comparison_text = __webpack_require__(28026);
// EXTERNAL MODULE: ./src/output/summary/markdown.ts
var markdown = __webpack_require__(72777);
;// CONCATENATED MODULE: ./src/output/summary/comparison.ts



const MAX_GROUPS = 15;
/** What differs from the earlier report, in one line of Markdown. */
function comparisonLine(comparison) {
    const { source } = comparison;
    // GitHub makes no issue reference of a number inside a link.
    const link = source.kind === 'run' ? `[${(0,comparison_text/* sourceText */.rI)(source)}](${source.url})` : (0,markdown/* markdownCode */.D9)(source.path);
    return `Compared with ${link}${(0,comparison_text/* ageText */.XG)(comparison)}: ${(0,comparison_text/* differenceText */.Lr)(comparison)}\n\n`;
}
/**
 * What changed, in a fold: new violations, resolved ones and the most frequent changes. Under `counts` only how often what changed, without values:
 * they may name mailboxes. Lists have at most `max` entries.
 */
function comparisonSection(comparison, detail, max) {
    const { tally, notes } = comparison;
    const { newViolations, newViolationCount, resolved, resolvedCount, groups } = tally;
    const sections = [
        ...(detail === 'full'
            ? [
                violations(`New violations: ${(0,numbers/* count */.U9)(newViolationCount)}`, 'Found', newViolations.slice(0, max), ({ after }) => after),
                violations(`Resolved violations: ${(0,numbers/* count */.U9)(resolvedCount)}`, 'Was', resolved.slice(0, max), ({ before }) => before),
            ]
            : []),
        changes(groups, detail),
        notes.map((note) => `- ${(0,markdown/* markdownText */.p7)(note, 500)}\n`).join(''),
    ].filter((section) => section !== '');
    return sections.length === 0 ? '' : (0,markdown/* folded */.TM)(`Changes: ${(0,comparison_text/* differenceText */.Lr)(comparison)}`, `${sections.join('\n')}\n`);
}
function violations(title, header, all, value) {
    if (all.length === 0)
        return '';
    const rows = all.map((change) => [
        (0,markdown/* markdownCode */.D9)(change.mailbox),
        (0,markdown/* markdownCode */.D9)(change.rule),
        (0,markdown/* markdownText */.p7)(change.item === '' ? change.column : `${change.column} of ${change.item}`),
        (0,markdown/* markdownText */.p7)(value(change)) || '(blank)',
    ]);
    return `**${title}**\n\n${(0,markdown/* markdownTable */.Qj)(['Mailbox', 'Rule', 'Column', header], rows, false)}`;
}
function changes(groups, detail) {
    if (groups.length === 0)
        return '';
    const rows = groups
        .slice(0, MAX_GROUPS)
        .map(({ kind, report, column, mailboxes, first }) => [
        (0,markdown/* markdownText */.p7)(report, 100),
        kind === 'changed' ? (0,markdown/* markdownText */.p7)(column, 100) : `rows ${kind}`,
        (0,numbers/* count */.U9)(mailboxes),
        ...(detail === 'full' ? [exampleText(first)] : []),
    ]);
    const more = groups.length - rows.length;
    const rest = more === 0 ? '' : `and ${(0,numbers/* count */.U9)(more)} more: see changes.csv\n\n`;
    const header = ['Report', 'What changed', 'Mailboxes', ...(detail === 'full' ? ['For example'] : [])];
    return (0,markdown/* markdownTable */.Qj)(header, rows, false) + rest;
}
function exampleText({ mailbox, item, before, after, column }) {
    const name = `${(0,markdown/* markdownCode */.D9)(mailbox)}${item === '' ? '' : ` ${(0,markdown/* markdownText */.p7)(item)}`}`;
    return column === '' ? name : `${name}: ${(0,markdown/* markdownText */.p7)(before) || '(blank)'} → ${(0,markdown/* markdownText */.p7)(after) || '(blank)'}`;
}

;// CONCATENATED MODULE: ./src/output/summary/findings.ts



const MAX_RULES = 50;
/** Rules that are shown without unfolding. */
const OPEN_RULES = 10;
const MAX_HIGHLIGHTS = 100;
const MAX_TITLE_LENGTH = 200;
/**
 * The rules of the policy and the highlights of the reports, each with its counts and their units. Rules with failures come
 * first. Highlights that were not found are in a line below. Markdown, of bounded length.
 */
function findingsTable({ policy, reports }) {
    const rules = policy?.tally.rules ?? [];
    const sorted = rules.length > OPEN_RULES ? rules.toSorted(run_summary/* byFailures */.lN) : rules;
    const next = sorted.slice(OPEN_RULES, MAX_RULES);
    const rest = rules.length - OPEN_RULES - next.length;
    const highlights = countedHighlights(reports).slice(0, MAX_HIGHLIGHTS);
    const found = highlights.filter(({ rows }) => rows > 0);
    const none = highlights.filter(({ rows }) => rows === 0).map(({ title }) => (0,markdown/* markdownText */.p7)(title, MAX_TITLE_LENGTH));
    const open = [...sorted.slice(0, OPEN_RULES).map(ruleRow), ...found.map(highlightRow)];
    return [
        open.length === 0 ? '' : findings(open, policy === undefined ? 'Highlight' : 'Rule or highlight'),
        none.length === 0 ? '' : `Not found: ${none.join('; ')}.\n\n`,
        next.length === 0
            ? ''
            : (0,markdown/* folded */.TM)(`The next ${(0,numbers/* counted */.hS)(next.length, 'rule', 'rules')}`, findings(next.map(ruleRow), 'Rule') + (rest > 0 ? `and ${(0,numbers/* count */.U9)(rest)} more\n\n` : '')),
    ].join('');
}
function findings(rows, kind) {
    return (0,markdown/* markdownTable */.Qj)([kind, 'Found'], rows, false);
}
function ruleRow(counts) {
    const { rule, passed, failed, warned, known, exempt, inconclusive } = counts;
    const title = rule.title === rule.id ? '' : ` ${(0,markdown/* markdownText */.p7)(rule.title, MAX_TITLE_LENGTH)}`;
    const broken = failed + warned;
    const others = Object.entries({ passed, known, exempt, inconclusive }).filter(([, mailboxes]) => mailboxes > 0);
    const states = [
        ...(broken === 0 ? [] : [`**${(0,numbers/* counted */.hS)(broken, 'mailbox fails', 'mailboxes fail')}**`]),
        ...others.map(([state, mailboxes]) => `${(0,numbers/* count */.U9)(mailboxes)} ${state}`),
    ];
    const severity = rule.severity === 'warning' ? ' (warning)' : '';
    return [
        `${ruleMark(counts)} ${(0,markdown/* markdownCode */.D9)(rule.id)}${title}${severity}`,
        states.length === 0 ? 'applies to no mailbox' : states.join(', '),
    ];
}
/** A rule without a conclusive verdict, or that applied to no mailbox, has not passed. */
function ruleMark({ passed, failed, warned, known, exempt, inconclusive }) {
    if (failed > 0)
        return '❌';
    if (warned > 0)
        return '⚠️';
    if (inconclusive > 0)
        return '❔';
    return passed + known + exempt === 0 ? '➖' : '✅';
}
/**
 * The highlights of reports that were read. Two reports may have the same one, such as replies without an end: it is shown
 * once if the counts are equal.
 */
function countedHighlights(reports) {
    const found = new Map();
    for (const { read, unit, manyRows, highlights } of reports) {
        for (const highlight of highlights) {
            const { title, mailboxes, rows } = highlight;
            if (read === 0 && rows === 0)
                continue;
            const items = manyRows ? (0,numbers/* counted */.hS)(rows, unit.singular, unit.plural) : '';
            const key = JSON.stringify([title, mailboxes, items]);
            if (!found.has(key))
                found.set(key, { ...highlight, items });
        }
    }
    return [...found.values()];
}
function highlightRow({ title, mailboxes, items }) {
    const names = [(0,numbers/* counted */.hS)(mailboxes, 'mailbox', 'mailboxes'), ...(items === '' ? [] : [(0,markdown/* markdownText */.p7)(items, 100)])];
    return [(0,markdown/* markdownText */.p7)(title, MAX_TITLE_LENGTH), names.join(', ')];
}

// EXTERNAL MODULE: ./src/policy/verdict.ts
var verdict = __webpack_require__(75187);
;// CONCATENATED MODULE: ./src/output/summary/policy.ts




const MAX_EXEMPTIONS = 100;
/** Patterns of an exemption. */
const MAX_PATTERNS = 5;
const MAX_OFFENDERS = 10;
/** Findings of an offender; violations.csv has all of them. */
const MAX_FINDINGS = 3;
/** The mailboxes with most violations: at most ten, and at most `max`. Markdown, of bounded length. */
function offendersSection({ offenders, offenderCount }, max = Infinity) {
    if (offenders.length === 0)
        return '';
    const rows = offenders.slice(0, Math.min(max, MAX_OFFENDERS)).map(offenderRow);
    const rest = offenderCount - rows.length;
    return [
        '### Most violations\n\n',
        rows.length === 0 ? '' : (0,markdown/* markdownTable */.Qj)(['Mailbox', 'Listed at', 'Found and expected'], rows, false),
        rest > 0 ? `and ${(0,numbers/* counted */.hS)(rest, 'more mailbox', 'more mailboxes')}: see violations.csv\n\n` : '',
    ].join('');
}
function offenderRow({ address, file, line, findings, findingCount }) {
    const shown = findings
        .slice(0, MAX_FINDINGS)
        .map((finding) => `${(0,markdown/* markdownCode */.D9)(finding.rule)}: ${(0,markdown/* markdownText */.p7)((0,verdict/* findingText */.NK)(finding))}`);
    if (findingCount > shown.length)
        shown.push(`and ${(0,numbers/* count */.U9)(findingCount - shown.length)} more`);
    return [(0,markdown/* markdownCode */.D9)(address), (0,markdown/* markdownText */.p7)(`${file}, line ${line}`, 300), shown.join('<br>')];
}
/**
 * The exemptions in a fold, at most `max`. Under `counts` without mailboxes, and without the texts of people, which may name
 * some. Markdown, of bounded length.
 */
function exemptionsTable(exemptions, detail, max = Infinity) {
    if (exemptions.length === 0)
        return '';
    const header = ['Exemption', 'Last day', 'State', 'Covers', ...(detail === 'full' ? DETAILS : [])];
    const shown = (0,run_summary/* byUrgency */.td)(exemptions).slice(0, Math.min(max, MAX_EXEMPTIONS));
    const rows = shown.map((use) => exemptionRow(use).slice(0, header.length));
    const rest = exemptions.length - shown.length;
    const more = rest > 0 ? `and ${(0,numbers/* count */.U9)(rest)} more\n\n` : '';
    const table = rows.length === 0 ? '' : (0,markdown/* markdownTable */.Qj)(header, rows, false);
    return (0,markdown/* folded */.TM)(exemptionsLine(exemptions), table + more);
}
const DETAILS = ['Mailboxes', 'Reason', 'Owner'];
function exemptionRow(use) {
    const { rule, mailboxes, reason, owner, expires } = use.exemption;
    const { need, urgent } = (0,run_summary/* exemptionState */.zB)(use);
    const state = [need, urgent === '' ? '' : `**${urgent}**`].filter((part) => part !== '').join(', ');
    const patterns = mailboxes.map(({ pattern }) => pattern);
    return [
        ...[(0,markdown/* markdownCode */.D9)(rule), expires, state, (0,numbers/* count */.U9)(use.covered)],
        ...[(0,numbers/* someNames */.Xq)(patterns, markdown/* markdownCode */.D9, MAX_PATTERNS), (0,markdown/* markdownText */.p7)(reason, 200), (0,markdown/* markdownText */.p7)(owner, 100)],
    ];
}
/** Counts the exemptions that need a decision, so that they are seen without unfolding. */
function exemptionsLine(exemptions) {
    const counts = [
        { number: exemptions.filter(({ expired }) => expired).length, state: 'expired' },
        { number: exemptions.filter(({ endsSoon }) => endsSoon).length, state: 'ending soon' },
        { number: exemptions.filter(({ expired, need }) => need === 'unused' && !expired).length, state: 'unused' },
    ].filter(({ number }) => number > 0);
    const states = counts.map(({ number, state }) => `${(0,numbers/* count */.U9)(number)} ${state}`).join(', ');
    return `Exemptions: ${(0,numbers/* count */.U9)(exemptions.length)}${states === '' ? '' : ` (${states})`}`;
}

// EXTERNAL MODULE: ./src/output/totals/report-tally.ts + 2 modules
var report_tally = __webpack_require__(59468);
;// CONCATENATED MODULE: ./src/output/summary/settings.ts



/** Rows of a table; further values are one row. */
const MAX_ROWS = 15;
/** A folded table for each counted column: the most frequent values, and the others in one row. Markdown. */
function settingTables(reports) {
    return [
        table('Automatic replies', (0,report_tally/* firstDistribution */.p)(reports, 'AutomaticReplyStatus'), 'values'),
        table('Automatic replies to people outside', (0,report_tally/* firstDistribution */.p)(reports, 'AutomaticReplyExternalAudience'), 'values'),
        table('Time zones', (0,report_tally/* firstDistribution */.p)(reports, 'TimeZone')),
        table('Languages', (0,report_tally/* firstDistribution */.p)(reports, 'Language')),
    ].join('');
}
/** `noun`: what the number in the title counts, unless the title says so. */
function table(title, distribution, noun) {
    if (distribution === undefined)
        return '';
    const { total, other, values: all } = distribution;
    const { values, rest } = distribution.first(MAX_ROWS);
    const row = (name, number) => [name, (0,numbers/* count */.U9)(number), (0,numbers/* percentage */.X1)(number, total)];
    const rows = values.map(({ value, count: number }) => row(value.trim() === '' ? '(not set)' : (0,markdown/* markdownText */.p7)(value), number));
    if (rest > 0)
        rows.push(row('all others', rest));
    const distinct = `${other > 0 ? 'over ' : ''}${(0,numbers/* count */.U9)(all.length)}`;
    const counted = noun === undefined ? distinct : `${distinct} ${all.length === 1 ? 'value' : 'values'}`;
    return (0,markdown/* folded */.TM)(`${title}: ${counted}`, (0,markdown/* markdownTable */.Qj)(['', 'Mailboxes', 'Share'], rows));
}

;// CONCATENATED MODULE: ./src/output/summary/summary.ts












/** GitHub drops a summary of more than 1 MiB per step; other programs of the step get the rest. */
const MAX_SUMMARY_BYTES = 900 * 1024;
/** Entries of a list of mailboxes or exemptions. */
const MAX_LISTED = 1_000;
/**
 * The job summary in GitHub's Markdown, under 900 KiB of UTF-8 whatever the tenant has: lists of mailboxes and exemptions
 * are halved until it fits, and sections that still do not fit are omitted.
 */
function summaryMarkdown(summary, detail) {
    for (let max = MAX_LISTED; max > 0; max = Math.floor(max / 2)) {
        const text = sections(summary, detail, max).join('');
        if (Buffer.byteLength(text) < MAX_SUMMARY_BYTES)
            return text;
    }
    return fitting(sections(summary, detail, 0));
}
/** Sections that are complete by themselves. Lists have at most `max` entries. */
function sections(summary, detail, max) {
    const { comparison, policy, reports, tally } = summary;
    return [
        heading(summary),
        comparison === undefined ? '' : comparisonLine(comparison),
        links(summary),
        previewLine(summary),
        findingsTable(summary),
        policy === undefined || detail === 'counts' ? '' : offendersSection(policy.tally, max),
        unreadableSection(tally),
        urgentCertificate(summary),
        detail === 'counts' ? '' : unreadableLists(tally, max),
        comparison === undefined ? '' : comparisonSection(comparison, detail, max),
        policy === undefined ? '' : exemptionsTable(policy.exemptions, detail, max),
        warnings(summary),
        settingTables(reports),
        runSection(summary),
    ];
}
function fitting(all) {
    let left = MAX_SUMMARY_BYTES - 1;
    const fits = all.filter((section) => {
        const bytes = Buffer.byteLength(section);
        if (bytes > left)
            return false;
        left -= bytes;
        return true;
    });
    return fits.join('');
}
/** The summary of a run that failed before a mailbox was read. */
function errorSummary(error) {
    const { code, message, hint } = error;
    return `## Mailbox Report: error\n\n**${(0,markdown/* markdownCode */.D9)(code)}:** ${(0,markdown/* markdownText */.p7)(message)}\n\n${(0,markdown/* markdownText */.p7)(hint)}\n`;
}
/**
 * Appends Markdown to the job summary of this step, the file GITHUB_STEP_SUMMARY; old servers have none. A failure is only
 * a warning, since the report is complete and the step may have another error to report.
 */
async function writeStepSummary(core, env, markdown) {
    const file = env.GITHUB_STEP_SUMMARY ?? '';
    if (file === '')
        return;
    try {
        await (0,promises_.appendFile)(file, markdown.endsWith('\n') ? markdown : `${markdown}\n`);
    }
    catch (error) {
        core.warning((0,log/* logText */.kc)(`The job summary could not be written: ${(0,errors/* describeError */.Uc)(error)}`));
    }
}
function heading(summary) {
    const { result, cancelled, message, hint } = summary;
    const sentence = (0,markdown/* markdownText */.p7)((0,run_summary/* resultSentence */.bt)(summary));
    return [
        `## Mailbox Report: ${result}${cancelled ? ' (cancelled)' : ''}\n\n`,
        `${message === '' ? sentence : `**${sentence}**`}\n\n`,
        hint === '' ? '' : `${(0,markdown/* markdownText */.p7)(hint)}\n\n`,
    ].join('');
}
function links({ page, artifact, place }) {
    const all = artifact === undefined
        ? `Nothing was uploaded. On the runner: ${(0,markdown/* markdownCode */.D9)(place)}`
        : `All files: ${(0,markdown/* markdownLink */.iQ)(artifact.name, artifact.url)}`;
    return page === undefined ? `${all}\n\n` : `**${(0,markdown/* markdownLink */.iQ)('Open the report page', page.url)}**. ${all}\n\n`;
}
function previewLine({ reports }) {
    const text = (0,run_summary/* previewText */.Wi)(reports);
    return text === undefined ? '' : `**Preview:** ${(0,markdown/* markdownText */.p7)(text)}\n\n`;
}
function counts(summary) {
    const all = (0,run_summary/* runCounts */.EU)(summary);
    const table = (0,markdown/* markdownTable */.Qj)(all.map(([name]) => name), [all.map(([, number]) => (0,numbers/* count */.U9)(number))]);
    return table + reportsTable(summary);
}
/** The counts above are enough for one report with a row per mailbox. */
function reportsTable({ reports }) {
    if (reports.length === 1 && reports.every(({ found, read, isPreview }) => found === read && !isPreview))
        return '';
    const rows = reports
        .slice(0, numbers/* MAX_NAMES */.oA)
        .map(({ label, found, unit, read, unreadable }) => [
        (0,markdown/* markdownText */.p7)(label, 100),
        (0,markdown/* markdownText */.p7)((0,numbers/* counted */.hS)(found, unit.singular, unit.plural), 100),
        ...[read, unreadable].map(numbers/* count */.U9),
    ]);
    if (reports.length > rows.length)
        rows.push([`and ${(0,numbers/* count */.U9)(reports.length - rows.length)} more`, '', '', '']);
    return (0,markdown/* markdownTable */.Qj)(['Report', 'Rows', 'Mailboxes read', 'Unreadable'], rows);
}
function certificateText({ certificate }) {
    if (certificate === undefined)
        return '';
    const { expiresOn, daysLeft, thumbprint } = certificate;
    const left = `${(0,numbers/* counted */.hS)(daysLeft, 'day', 'days')} left`;
    return `Certificate ${(0,markdown/* markdownCode */.D9)(thumbprint)}: ${left}, until ${expiresOn.toISOString().slice(0, 10)}.`;
}
/** A warning says what to do. */
function urgentCertificate(summary) {
    const { certificate } = summary;
    return certificate === undefined || certificate.daysLeft > sign_in/* RENEWAL_DAYS */.lp ? '' : `**${certificateText(summary)}**\n\n`;
}
function warnings({ warnings: all }) {
    if (all.length === 0)
        return '';
    const shown = all.slice(0, numbers/* MAX_NAMES */.oA).map((warning) => `- ${(0,markdown/* markdownText */.p7)(warning, 500)}\n`);
    if (all.length > shown.length)
        shown.push(`- and ${(0,numbers/* count */.U9)(all.length - shown.length)} more: see the log\n`);
    return (0,markdown/* folded */.TM)(`Warnings: ${(0,numbers/* count */.U9)(all.length)}`, `${shown.join('')}\n`);
}
/** How many mailboxes could not be read, by cause, with what to do. */
function unreadableSection(tally) {
    const { causes } = tally;
    if (causes.length === 0)
        return '';
    const rows = causes.map((status) => [
        (0,markdown/* markdownCode */.D9)(status),
        (0,numbers/* counted */.hS)(tally.unreadableBy(status), 'mailbox', 'mailboxes'),
        (0,markdown/* markdownText */.p7)(unreadable_hints/* REMEDIES */.l[status]),
    ]);
    return `### Mailboxes that could not be read\n\n${(0,markdown/* markdownTable */.Qj)(['Cause', 'Found', 'What to do'], rows, false)}`;
}
/** The unreadable mailboxes in a fold for each cause, at most `max` of them. */
function unreadableLists(tally, max) {
    return tally.causes.map((status) => unreadableList(status, tally, max)).join('');
}
function unreadableList(status, tally, max) {
    const total = tally.unreadableBy(status);
    const listed = tally.unreadableMailboxes(status).slice(0, max);
    const hidden = total - listed.length;
    const more = hidden === 0 ? '' : `and ${(0,numbers/* count */.U9)(hidden)} more: see the CSV\n\n`;
    const table = (0,markdown/* markdownTable */.Qj)(['Mailbox', 'Listed at', 'Error'], listed.map(mailboxRow), false);
    return (0,markdown/* folded */.TM)(`${status}: ${(0,numbers/* counted */.hS)(total, 'mailbox', 'mailboxes')}`, (listed.length === 0 ? '' : table) + more);
}
function mailboxRow({ address, file, line, error }) {
    return [(0,markdown/* markdownCode */.D9)(address), (0,markdown/* markdownText */.p7)(`${file}, line ${line}`, 300), (0,markdown/* markdownText */.p7)(error)];
}
/** Counts, duration, throttling, certificate and what was read, in a fold. */
function runSection(summary) {
    const { durationMs, throttling, tally } = summary;
    const { waits, waitedMs, refused } = throttling;
    const rate = durationMs > 0 && tally.total > 0 ? `, ${(0,numbers/* count */.U9)((tally.total * 1000) / durationMs)} mailboxes a second` : '';
    const throttled = waits === 0 && refused === 0
        ? 'No throttling.'
        : `Throttling: ${(0,numbers/* counted */.hS)(waits, 'wait', 'waits')}, ${(0,numbers/* duration */.p0)(waitedMs)} in all; ${(0,numbers/* counted */.hS)(refused, 'request', 'requests')} refused.`;
    const sentences = `${throttled} ${certificateText(summary)}`.trim();
    return (0,markdown/* folded */.TM)(`Run: ${(0,numbers/* counted */.hS)(tally.total, 'mailbox', 'mailboxes')} in ${(0,numbers/* duration */.p0)(durationMs)}${rate}`, `${counts(summary)}${sentences}\n\n${runList(summary)}\n`);
}
function runList({ listFiles, reports, policy, runUrl }) {
    const shown = (name) => (0,markdown/* markdownText */.p7)(name, 300);
    const names = reports.map(({ name }) => name);
    const baseline = policy?.baseline === undefined ? '' : `. ${(0,markdown/* markdownText */.p7)((0,run_summary/* baselineSentence */.FD)(policy.baseline))}`;
    return [
        `- Reports: ${(0,numbers/* someNames */.Xq)(names, shown)}\n`,
        listFiles.length === 0 ? '' : `- Mailbox lists: ${(0,numbers/* someNames */.Xq)(listFiles, shown)}\n`,
        policy === undefined ? '' : `- Policy: ${shown(policy.file)}${baseline}\n`,
        runUrl === undefined ? '' : `- ${(0,markdown/* markdownLink */.iQ)('This run', runUrl)}\n`,
    ].join('');
}


/***/ }),

/***/ 28026:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   Lr: () => (/* binding */ differenceText),
/* harmony export */   XG: () => (/* binding */ ageText),
/* harmony export */   rI: () => (/* binding */ sourceText)
/* harmony export */ });
/* harmony import */ var _text_numbers_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(92613);

const MINUTE = 60_000;
const HOUR = 60 * MINUTE;
const DAY = 24 * HOUR;
/** The earlier report: `run #41`, or its path. Hostile text until escaped. */
function sourceText(source) {
    return source.kind === 'run' ? `run #${source.number}` : source.path;
}
/** The age of the earlier run in a parenthesis: ` (2 days ago)`; '' if unknown. */
function ageText({ ageMs }) {
    if (ageMs === undefined)
        return '';
    if (ageMs >= DAY)
        return ` (${(0,_text_numbers_js__WEBPACK_IMPORTED_MODULE_0__/* .counted */ .hS)(Math.floor(ageMs / DAY), 'day', 'days')} ago)`;
    if (ageMs >= HOUR)
        return ` (${(0,_text_numbers_js__WEBPACK_IMPORTED_MODULE_0__/* .counted */ .hS)(Math.floor(ageMs / HOUR), 'hour', 'hours')} ago)`;
    return ` (${(0,_text_numbers_js__WEBPACK_IMPORTED_MODULE_0__/* .counted */ .hS)(Math.max(0, Math.floor(ageMs / MINUTE)), 'minute', 'minutes')} ago)`;
}
/** What differs, in numbers: `3 new violations, 2 resolved, 14 mailboxes changed`. */
function differenceText({ tally, comparesViolations, }) {
    const { newViolationCount, resolvedCount, changedMailboxes, addedMailboxes, removedMailboxes } = tally;
    return [
        ...(comparesViolations
            ? [(0,_text_numbers_js__WEBPACK_IMPORTED_MODULE_0__/* .counted */ .hS)(newViolationCount, 'new violation', 'new violations'), `${(0,_text_numbers_js__WEBPACK_IMPORTED_MODULE_0__/* .count */ .U9)(resolvedCount)} resolved`]
            : []),
        `${(0,_text_numbers_js__WEBPACK_IMPORTED_MODULE_0__/* .counted */ .hS)(changedMailboxes, 'mailbox', 'mailboxes')} changed`,
        ...(addedMailboxes === 0 ? [] : [`${(0,_text_numbers_js__WEBPACK_IMPORTED_MODULE_0__/* .count */ .U9)(addedMailboxes)} added`]),
        ...(removedMailboxes === 0 ? [] : [`${(0,_text_numbers_js__WEBPACK_IMPORTED_MODULE_0__/* .count */ .U9)(removedMailboxes)} removed`]),
    ].join(', ');
}


/***/ }),

/***/ 59468:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  J: () => (/* binding */ ReportTally),
  p: () => (/* binding */ firstDistribution)
});

// EXTERNAL MODULE: ./src/text/display.ts
var display = __webpack_require__(24745);
// EXTERNAL MODULE: ./src/reports/row.ts
var row = __webpack_require__(83199);
;// CONCATENATED MODULE: ./src/reports/blank-columns.ts


/** Finds the columns of a report file that are blank in every row, and `rows` that finds nothing, as the rows pass. */
class BlankColumns {
    #report;
    /** Columns that were blank so far, with their positions. Empty for built-in reports. */
    #blank;
    #mailboxes = 0;
    #items = 0;
    constructor(report) {
        this.#report = report;
        this.#blank = report.places === undefined ? [] : Object.keys(report.columns).map((name, at) => ({ name, at }));
    }
    add(rows) {
        if (this.#blank.length === 0 || (0,row/* unreadableRow */.O)(rows) !== undefined)
            return;
        this.#mailboxes += 1;
        for (const { content, cells } of rows) {
            if (content === 'none')
                continue;
            this.#items += 1;
            if (this.#blank.some(({ at }) => !isBlank(cells[at]))) {
                this.#blank = this.#blank.filter(({ at }) => isBlank(cells[at]));
            }
        }
    }
    /** Undefined for built-in reports, if no mailbox was read, and if every column has a value. */
    notice() {
        const { name, places } = this.#report;
        const [first, ...others] = this.#blank;
        if (places === undefined || first === undefined || this.#mailboxes === 0)
            return undefined;
        if (this.#items === 0) {
            const message = `"rows" of the report "${name}" found nothing in the responses of ${this.#mailboxes} mailboxes.`;
            return { message, place: places.rows };
        }
        const names = [first, ...others].map((column) => (0,display/* shownText */.f$)(column.name)).join(', ');
        const message = `${others.length === 0 ? 'Column' : 'Columns'} ${names} of the report "${name}" ${others.length === 0 ? 'is' : 'are'} blank in every row.`;
        return { message, place: places.columns.get(first.name) ?? places.rows };
    }
}
function isBlank(cell) {
    return cell === null || cell === undefined || (Array.isArray(cell) && cell.length === 0);
}

// EXTERNAL MODULE: ./src/reports/definition.ts
var definition = __webpack_require__(54530);
// EXTERNAL MODULE: ./src/text/automatic-replies.ts
var automatic_replies = __webpack_require__(61049);
// EXTERNAL MODULE: external "node:crypto"
var external_node_crypto_ = __webpack_require__(77598);
;// CONCATENATED MODULE: ./src/output/totals/distribution.ts


/** Further distinct values of a column are counted together. */
const MAX_VALUES = 500;
/** The same for the first column of a cross table; the enumerations of Graph have fewer values. */
const MAX_ROWS = 20;
const OTHERS = 'others';
const MAX_VALUE_LENGTH = 100;
/**
 * How often each value of a column occurs. Values compare without case, since the case of Graph's enumerations varies
 * between responses. Memory is bounded whatever the tenant has.
 */
class Distribution {
    #values = new Map();
    #other = 0;
    #total = 0;
    add(cell) {
        this.#total += 1;
        const value = (0,display/* cellText */.Ie)(cell);
        const key = valueKey(value);
        const entry = this.#values.get(key);
        if (entry !== undefined)
            entry.count += 1;
        else if (this.#values.size >= MAX_VALUES)
            this.#other += 1;
        else
            this.#values.set(key, { value: (0,display/* shortenedInside */.DA)(value, MAX_VALUE_LENGTH), count: 1 });
    }
    /** How many cells were added. */
    get total() {
        return this.#total;
    }
    /** Cells whose value is not among `values`, since these are limited. */
    get other() {
        return this.#other;
    }
    /** The most frequent first; equally frequent ones in alphabetical order. */
    get values() {
        return [...this.#values.values()].sort((a, b) => b.count - a.count || (a.value < b.value ? -1 : 1));
    }
    /** The most frequent values, at most `max` of them, and how many cells have another one. */
    first(max) {
        const { values } = this;
        const rest = values.slice(max).reduce((sum, { count }) => sum + count, this.#other);
        return { values: values.slice(0, max), rest };
    }
}
/** How often the values of one column occur together with those of another. Memory is bounded. */
class CrossTab {
    #rows = new Map();
    add(cell, crossed) {
        const value = (0,display/* cellText */.Ie)(cell);
        const isOther = this.#rows.size >= MAX_ROWS && !this.#rows.has(valueKey(value));
        const key = isOther ? OTHERS : valueKey(value);
        const row = this.#rows.get(key) ?? {
            value: isOther ? OTHERS : (0,display/* shortenedInside */.DA)(value, MAX_VALUE_LENGTH),
            distribution: new Distribution(),
        };
        this.#rows.set(key, row);
        row.distribution.add(crossed);
    }
    /** The values of the first column, the most frequent first, each with those of the second. */
    get rows() {
        return [...this.#rows.values()]
            .map(({ value, distribution: { total, values } }) => ({ value, total, values }))
            .sort((one, other) => other.total - one.total);
    }
}
/** The key of a value, without case. A long value has a hash instead, which is longer than any other key. */
function valueKey(value) {
    const folded = value.toLowerCase();
    return folded.length <= MAX_VALUE_LENGTH ? folded : (0,external_node_crypto_.createHash)('sha512').update(folded).digest('hex');
}

;// CONCATENATED MODULE: ./src/output/totals/report-tally.ts





/** Columns whose values are counted in reports that have them. */
const COUNTED_COLUMNS = ['AutomaticReplyStatus', 'AutomaticReplyExternalAudience', 'TimeZone', 'Language'];
/** Counts what the summary and the report page show about one report. Memory is bounded. */
class ReportTally {
    name;
    /** Whether the report is read from an API that Microsoft does not document. */
    isPreview;
    /** The name, marked if the report is a preview. */
    label;
    /** Whether a mailbox can have several rows. */
    manyRows;
    /** What a row is. */
    unit;
    #when;
    /** Position of each column among the cells. Empty for a report of many rows per mailbox: these counts are of mailboxes. */
    #positions;
    #distributions;
    #replies = new CrossTab();
    #blankColumns;
    #highlights;
    #found = 0;
    #read = 0;
    #unreadable = 0;
    #away = 0;
    #repliesOn = 0;
    /** `when`: epoch ms; who is away at that time is counted. */
    constructor(report, when) {
        this.name = report.name;
        this.label = (0,definition/* reportLabel */.tr)(report);
        this.isPreview = (0,definition/* isExchangeReport */.Uq)(report);
        this.manyRows = report.rows !== undefined;
        this.unit = (0,definition/* unitOf */.uF)(report);
        this.#when = when;
        this.#highlights = (report.highlights ?? []).map(({ title, columns }) => ({
            ...{ title, columns, mailboxes: 0, rows: 0 },
        }));
        this.#blankColumns = new BlankColumns(report);
        const [, ...columns] = (0,definition/* columnNames */.lo)(report);
        this.#positions = new Map(report.rows === undefined ? columns.map((column, at) => [column, at]) : []);
        this.#distributions = new Map(COUNTED_COLUMNS.filter((column) => this.#positions.has(column)).map((column) => [column, new Distribution()]));
    }
    add(rows, highlights = []) {
        this.#addHighlights(highlights);
        if ((0,row/* unreadableRow */.O)(rows) !== undefined) {
            this.#unreadable += 1;
            return;
        }
        this.#read += 1;
        this.#blankColumns.add(rows);
        for (const { content, cells } of rows) {
            if (content === 'none')
                continue;
            this.#found += 1;
            this.#count(cells);
        }
    }
    /** Columns of a report file that were blank in every row. Undefined for built-in reports. */
    get blankNotice() {
        return this.#blankColumns.notice();
    }
    /** In the order of the definition, also those that were not found. */
    get highlights() {
        return this.#highlights;
    }
    /** How many items were found: mailboxes, rules, grants, folders. */
    get found() {
        return this.#found;
    }
    /** How many mailboxes were read. */
    get read() {
        return this.#read;
    }
    get unreadable() {
        return this.#unreadable;
    }
    /** Mailboxes by the status of their automatic replies and their external audience. Undefined without these columns. */
    get replies() {
        return this.#has('AutomaticReplyStatus', 'AutomaticReplyExternalAudience') ? this.#replies : undefined;
    }
    /** How many mailboxes reply automatically at the time. Undefined without the columns, or if no mailbox was read. */
    get away() {
        const has = this.#has('AutomaticReplyStatus', 'AutomaticReplyStart', 'AutomaticReplyEnd');
        return has && this.#read > 0 ? this.#away : undefined;
    }
    /** How many mailboxes reply automatically, or will. Undefined without the column, or if no mailbox was read. */
    get repliesOn() {
        return this.#has('AutomaticReplyStatus') && this.#read > 0 ? this.#repliesOn : undefined;
    }
    /** Undefined if the report does not have the column. */
    distribution(column) {
        return this.#distributions.get(column);
    }
    #addHighlights(highlights) {
        for (const [at, counts] of this.#highlights.entries()) {
            const rows = highlights.filter((found) => found.includes(at)).length;
            counts.rows += rows;
            if (rows > 0)
                counts.mailboxes += 1;
        }
    }
    #has(...columns) {
        return columns.every((column) => this.#positions.has(column));
    }
    #count(cells) {
        const cell = (column) => cells[this.#positions.get(column) ?? -1];
        for (const [column, distribution] of this.#distributions)
            distribution.add(cell(column));
        const status = cell('AutomaticReplyStatus');
        if (this.replies !== undefined)
            this.#replies.add(status, cell('AutomaticReplyExternalAudience'));
        const replies = { status, start: cell('AutomaticReplyStart'), end: cell('AutomaticReplyEnd') };
        if ((0,automatic_replies/* isAway */.D)(replies, this.#when))
            this.#away += 1;
        if ((0,automatic_replies/* isOnOrScheduled */.k)(status))
            this.#repliesOn += 1;
    }
}
/** The distribution of a column in the first report that has it; undefined if there is none or it is empty. */
function firstDistribution(reports, column) {
    const [distribution] = reports.flatMap((report) => report.distribution(column) ?? []);
    return distribution === undefined || distribution.total === 0 ? undefined : distribution;
}


/***/ }),

/***/ 66625:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   EU: () => (/* binding */ runCounts),
/* harmony export */   FD: () => (/* binding */ baselineSentence),
/* harmony export */   Wi: () => (/* binding */ previewText),
/* harmony export */   bt: () => (/* binding */ resultSentence),
/* harmony export */   lN: () => (/* binding */ byFailures),
/* harmony export */   td: () => (/* binding */ byUrgency),
/* harmony export */   zB: () => (/* binding */ exemptionState)
/* harmony export */ });
/* harmony import */ var _text_numbers_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(92613);

/** The result in a sentence, else how many mailboxes were read. */
function resultSentence({ message, tally, maxUnreadable }) {
    const { total, unreadable } = tally;
    if (message !== '')
        return message;
    if (unreadable === 0)
        return total === 1 ? 'The mailbox was read.' : `All ${(0,_text_numbers_js__WEBPACK_IMPORTED_MODULE_0__/* .count */ .U9)(total)} mailboxes were read.`;
    return `${(0,_text_numbers_js__WEBPACK_IMPORTED_MODULE_0__/* .count */ .U9)(unreadable)} of ${(0,_text_numbers_js__WEBPACK_IMPORTED_MODULE_0__/* .counted */ .hS)(total, 'mailbox', 'mailboxes')} could not be read; "max-unreadable" is ${maxUnreadable}.`;
}
/** The names and numbers at the top of the job summary, as far as they are known. */
function runCounts(summary) {
    const { tally, duplicateCount, unlistedCount, reports, policy } = summary;
    const [away] = reports.flatMap((report) => report.away ?? []);
    const [repliesOn] = reports.flatMap((report) => report.repliesOn ?? []);
    const counts = [
        ['Mailboxes', tally.total],
        ['Read', tally.read],
        ['Unreadable', tally.unreadable],
        ['Repeated in the list', duplicateCount === 0 ? undefined : duplicateCount],
        ['Not in the list', unlistedCount],
        ['Away now', away],
        ['Replies on or scheduled', repliesOn],
        ['Violations', policy?.tally.violationCount],
        ['Warnings', policy?.tally.warningCount],
        ['Known', policy?.baseline === undefined ? undefined : policy.tally.knownCount],
        ['Exempt', policy?.tally.exemptCount],
    ];
    return counts.flatMap(([name, number]) => (number === undefined ? [] : [[name, number]]));
}
/** Orders rules: those with most failed mailboxes first, then most warned, then most inconclusive. */
function byFailures(one, other) {
    return other.failed - one.failed || other.warned - one.warned || other.inconclusive - one.inconclusive;
}
/** Which reports are previews, and why. Undefined if none is. */
function previewText(reports) {
    const previews = reports.filter(({ isPreview }) => isPreview);
    if (previews.length === 0)
        return undefined;
    const names = (0,_text_numbers_js__WEBPACK_IMPORTED_MODULE_0__/* .someNames */ .Xq)(previews.map(({ name }) => name), String);
    return `${names}. Microsoft does not document the interface of Exchange Online that ${previews.length === 1 ? 'this report reads' : 'these reports read'}.`;
}
/** The baseline in a sentence: its file, the number of its entries, and how many no longer occur. */
function baselineSentence({ file, entries, stale }) {
    const gone = stale === 0 ? '' : `; ${(0,_text_numbers_js__WEBPACK_IMPORTED_MODULE_0__/* .count */ .U9)(stale)} no longer ${stale === 1 ? 'occurs' : 'occur'}`;
    return `Baseline ${file}: ${(0,_text_numbers_js__WEBPACK_IMPORTED_MODULE_0__/* .counted */ .hS)(entries, 'entry', 'entries')}${gone}.`;
}
const NEEDS = { 'in-use': 'in use', unused: 'unused', unknown: 'not known' };
/** The state of an exemption: whether it is needed, and the part to emphasise, or '', if it has expired or ends soon. */
function exemptionState({ expired, endsSoon, daysLeft, need }) {
    if (expired)
        return { need: '', urgent: 'expired' };
    return { need: NEEDS[need], urgent: endsSoon ? `${(0,_text_numbers_js__WEBPACK_IMPORTED_MODULE_0__/* .counted */ .hS)(daysLeft, 'day', 'days')} left` : '' };
}
/** Exemptions that need a decision first; otherwise in the order of the policy. */
function byUrgency(exemptions) {
    return exemptions.toSorted((one, other) => urgency(one) - urgency(other));
}
function urgency({ expired, endsSoon, need }) {
    if (expired)
        return 0;
    if (endsSoon)
        return 1;
    return need === 'unused' ? 2 : 3;
}


/***/ }),

/***/ 21235:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   F0: () => (/* binding */ Tally),
/* harmony export */   dG: () => (/* binding */ UNREADABLE_STATUSES),
/* harmony export */   qV: () => (/* binding */ mostFrequentFirst)
/* harmony export */ });
/* harmony import */ var _text_display_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(24745);

/** Why mailboxes could not be read, in the order of the reports: causes that a person can fix come first. */
const UNREADABLE_STATUSES = [
    'access-denied',
    'not-found',
    'no-mailbox',
    'throttled',
    'failed',
    'cancelled',
];
const MOST_MAILBOXES_A_STATUS = 1_000;
const LONGEST_ERROR = 300;
/** The causes that occurred, the most frequent first. */
function mostFrequentFirst(tally) {
    return tally.causes.toSorted((one, other) => tally.unreadableBy(other) - tally.unreadableBy(one));
}
/** Counts readable and unreadable mailboxes. Memory is bounded. */
class Tally {
    #total = 0;
    #unreadable = 0;
    #counts = new Map();
    #mailboxes = new Map();
    /** Once for each mailbox. */
    add({ mailbox, status, error }) {
        this.#total += 1;
        if (status === 'ok')
            return;
        this.#unreadable += 1;
        this.#counts.set(status, this.unreadableBy(status) + 1);
        const kept = this.#mailboxes.get(status) ?? [];
        this.#mailboxes.set(status, kept);
        if (kept.length >= MOST_MAILBOXES_A_STATUS)
            return;
        const { address, file, line } = mailbox;
        kept.push({ address, file, line, error: (0,_text_display_js__WEBPACK_IMPORTED_MODULE_0__/* .shortened */ .vI)(error, LONGEST_ERROR) });
    }
    /** How many mailboxes passed. */
    get total() {
        return this.#total;
    }
    get read() {
        return this.#total - this.#unreadable;
    }
    get unreadable() {
        return this.#unreadable;
    }
    unreadableBy(status) {
        return this.#counts.get(status) ?? 0;
    }
    /** The causes that occurred, in the order of `UNREADABLE_STATUSES`. */
    get causes() {
        return UNREADABLE_STATUSES.filter((status) => this.unreadableBy(status) > 0);
    }
    /** The first 1,000 of them, in the list's order. */
    unreadableMailboxes(status) {
        return this.#mailboxes.get(status) ?? [];
    }
}


/***/ }),

/***/ 51245:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   l: () => (/* binding */ REMEDIES)
/* harmony export */ });
/** What a status means and what to do. Plain text. */
const REMEDIES = {
    'access-denied': 'Graph denies the application access to these mailboxes. Check that an administrator has granted admin consent to the ' +
        'permission of the report, and that the mailboxes are within the scope of the application in RBAC for Applications ' +
        '(check with Test-ServicePrincipalAuthorization) or, if you use the older application access policies, allowed by ' +
        'them (Test-ApplicationAccessPolicy). A change can take two hours to apply in Exchange Online.',
    'not-found': 'The tenant has no user with this address. Correct the address or remove it from the list. Graph knows a mailbox by its ' +
        'user principal name only, Exchange Online also by its mail addresses: list the user principal name, which both know.',
    'no-mailbox': 'The user exists but has no mailbox in Exchange Online that Graph can read: it is on-premises, inactive, deleted or ' +
        'has no licence. Assign a licence, migrate the mailbox, or remove the address from the list.',
    throttled: 'Microsoft 365 throttled these mailboxes until the retries were used up. Run the workflow again when no other ' +
        'application reads the same mailboxes. If it happens again, set "concurrency" to a low number.',
    failed: 'Graph returned an error or no response until the retries were used up. Run the workflow again. If it happens again, ' +
        'check the service health in the Microsoft 365 admin center. With debug logging the log has the request IDs that ' +
        'Microsoft Support needs.',
    cancelled: 'The run was cancelled before these mailboxes were read. Run the workflow again. If it timed out, increase ' +
        'timeout-minutes.',
};


/***/ }),

/***/ 97804:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   $7: () => (/* binding */ unpackEntry),
/* harmony export */   A4: () => (/* binding */ canonicalText),
/* harmony export */   AR: () => (/* binding */ packEntry),
/* harmony export */   Ac: () => (/* binding */ BASELINE_COLUMNS),
/* harmony export */   Ms: () => (/* binding */ entryOf),
/* harmony export */   PO: () => (/* binding */ baselineCells),
/* harmony export */   x2: () => (/* binding */ baselineKey)
/* harmony export */ });
/* harmony import */ var _text_csv_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(13339);
/* harmony import */ var _text_display_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(24745);


/** The header of `baseline.csv`. */
const BASELINE_COLUMNS = ['Rule', 'MailboxName', 'Item', 'Column', 'Found', 'AddedOn'];
/**
 * A cell as the baseline stores it: line ends as `\n`, since Git may convert them, without NUL, which would make the file
 * binary for Git, and without unpaired surrogates, which UTF-8 cannot store.
 */
function canonicalText(cell) {
    return (0,_text_display_js__WEBPACK_IMPORTED_MODULE_1__/* .cellText */ .Ie)(cell).toWellFormed().replace(/\r\n?/g, '\n').replaceAll('\0', '\uFFFD');
}
/**
 * The identity as one string. Equal identities, compared without the case of the address, have equal keys, and keys sort as
 * `baseline.csv` does: by rule, address, item, column and value.
 */
function baselineKey({ rule, address, item, column, found }) {
    return [rule, address.toLowerCase(), item, column, found].join(SEPARATOR);
}
/** An entry as one string, which sorts as its key does. */
function packEntry(entry) {
    return [baselineKey(entry), entry.address, entry.addedOn].join(SEPARATOR);
}
/** The entry that `packEntry` packed. */
function unpackEntry(packed) {
    const [rule = '', , item = '', column = '', found = '', address = '', addedOn = ''] = packed.split(SEPARATOR);
    return { rule, address, item, column, found, addedOn };
}
/** Sorts before all canonical texts and occurs in none. */
const SEPARATOR = '\0';
/** The cells of an entry, in the order of the columns. Formulas are defused so that reading restores the values. */
function baselineCells({ rule, address, item, column, found, addedOn }) {
    return [rule, address, item, column, found, addedOn].map(_text_csv_js__WEBPACK_IMPORTED_MODULE_0__/* .reversiblyDefused */ .u4);
}
/** The entry of a record's cells, in the order of the columns. */
function entryOf(cells) {
    const [rule = '', address = '', item = '', column = '', found = '', addedOn = ''] = cells.map((cell) => canonicalText((0,_text_csv_js__WEBPACK_IMPORTED_MODULE_0__/* .restored */ .v0)(cell)));
    return { rule, address, item, column, found, addedOn };
}


/***/ }),

/***/ 58164:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   KV: () => (/* binding */ choosePolicy),
/* harmony export */   S2: () => (/* binding */ openJudge),
/* harmony export */   hM: () => (/* binding */ checkPolicy),
/* harmony export */   hf: () => (/* binding */ chooseBaseline)
/* harmony export */ });
/* harmony import */ var _errors_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(83916);
/* harmony import */ var _reports_built_in_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(18261);


/**
 * Reads the policy that the input `policy` names, and adds the built-in reports that only its rules name. Rejects with the
 * UserError `POLICY_FILE` for a file that cannot be read or has mistakes.
 *
 * @param file the input; undefined: no policy
 * @param workspace absolute path of the repository's checkout
 * @param reports those of the input `report`
 */
async function choosePolicy(file, workspace, reports) {
    if (file === undefined)
        return { policy: undefined, reports, added: [] };
    const { readPolicyFile } = await Promise.all(/* import() */[__webpack_require__.e(22), __webpack_require__.e(815), __webpack_require__.e(384), __webpack_require__.e(963)]).then(__webpack_require__.bind(__webpack_require__, 78963));
    const policy = await readPolicyFile(file, workspace, reports);
    const named = new Set(reports.map(({ name }) => name));
    const wanted = new Set(policy.rules.map(({ report }) => report));
    const added = [..._reports_built_in_js__WEBPACK_IMPORTED_MODULE_1__/* .builtInReports */ .v.values()].filter(({ name }) => wanted.has(name) && !named.has(name));
    return { policy, reports: [...reports, ...added], added: added.map(({ name }) => name) };
}
/**
 * Reads the baseline that the input `baseline` names. Rejects with the UserError `BASELINE_FILE` for a file that cannot be read
 * or has mistakes.
 *
 * @param file the input; undefined: no baseline
 * @param workspace absolute path of the repository's checkout
 * @param policy that of the run; a baseline needs one
 */
async function chooseBaseline(file, workspace, policy) {
    if (file === undefined || policy === undefined)
        return undefined;
    const { readBaseline } = await __webpack_require__.e(/* import() */ 404).then(__webpack_require__.bind(__webpack_require__, 45404));
    return readBaseline(file, workspace, policy.rules.map(({ id }) => id));
}
/** Compiles the policy of a run for its reports; undefined without a policy. `started`: epoch ms, as `compilePolicy` takes it. */
async function openJudge({ policy, baseline, reports, started, }) {
    if (policy === undefined)
        return undefined;
    const { compilePolicy } = await Promise.all(/* import() */[__webpack_require__.e(22), __webpack_require__.e(371), __webpack_require__.e(315)]).then(__webpack_require__.bind(__webpack_require__, 88371));
    return compilePolicy(policy, reports, started, baseline);
}
/** Checks a policy file. Rejects only for a bug. */
async function checkPolicy(file, check) {
    if (file === undefined)
        return { rules: undefined, errors: [], warnings: [] };
    const { workspace, reports, complete, addresses, now } = check;
    try {
        const { openPolicyFile } = await Promise.all(/* import() */[__webpack_require__.e(22), __webpack_require__.e(815), __webpack_require__.e(384), __webpack_require__.e(963)]).then(__webpack_require__.bind(__webpack_require__, 78963));
        const read = await openPolicyFile(file, workspace, reports, complete);
        if (!read.ok) {
            const errors = read.problems.map(({ message, hint, place }) => new _errors_js__WEBPACK_IMPORTED_MODULE_0__/* .UserError */ .yo('POLICY_FILE', message, { hint, place }));
            return { rules: undefined, errors, warnings: [] };
        }
        const { policyWarnings } = await Promise.all(/* import() */[__webpack_require__.e(22), __webpack_require__.e(815), __webpack_require__.e(384), __webpack_require__.e(196)]).then(__webpack_require__.bind(__webpack_require__, 7196));
        return {
            rules: read.policy.rules.map(({ id }) => id),
            errors: [],
            warnings: policyWarnings(read.policy, { reports, addresses, now }),
        };
    }
    catch (error) {
        if (!(error instanceof _errors_js__WEBPACK_IMPORTED_MODULE_0__/* .UserError */ .yo))
            throw error;
        return { rules: undefined, errors: [error], warnings: [] };
    }
}


/***/ }),

/***/ 75187:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   Hf: () => (/* binding */ worseRow),
/* harmony export */   JJ: () => (/* binding */ worse),
/* harmony export */   NK: () => (/* binding */ findingText),
/* harmony export */   QZ: () => (/* binding */ worst)
/* harmony export */ });
/* harmony import */ var _text_display_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(24745);

const ACROSS_RULES = { pass: 0, exempt: 1, known: 2, warn: 3, inconclusive: 4, fail: 5 };
const ACROSS_ROWS = { pass: 0, inconclusive: 1, exempt: 2, known: 3, warn: 4, fail: 5 };
/** The worse verdict of two rules for one row. */
function worse(one, other) {
    return ACROSS_RULES[other] > ACROSS_RULES[one] ? other : one;
}
/**
 * The verdict of one rule for two rows together. A violation outweighs `inconclusive`: a row that Graph does not show must
 * not hide that another row violates the rule.
 */
function worseRow(one, other) {
    return ACROSS_ROWS[other] > ACROSS_ROWS[one] ? other : one;
}
/** The worst of some verdicts of several rules; `pass` if there is none. */
function worst(verdicts) {
    let found = 'pass';
    for (const verdict of verdicts)
        found = worse(found, verdict);
    return found;
}
/** Longest text of a cell in a sentence: a reply, or the conditions of a rule, can have thousands of characters. */
const LONGEST_CELL = 200;
/**
 * A finding as a sentence on one line, with control characters made visible: `ExternalTargets of "To home" is x@example.com,
 * expected nothing`. Hostile text until escaped for where it goes.
 */
function findingText({ item, column, found, expected, }) {
    const of = item === '' ? '' : ` of "${shownCell(item)}"`;
    if (column === '')
        return `The value that the rule is about is not fully known${of}`;
    const text = (0,_text_display_js__WEBPACK_IMPORTED_MODULE_0__/* .cellText */ .Ie)(found);
    return `${column}${of} is ${text === '' ? 'blank' : shownCell(text)}, expected ${shownCell(expected)}`;
}
function shownCell(text) {
    return (0,_text_display_js__WEBPACK_IMPORTED_MODULE_0__/* .visibleLine */ .P8)((0,_text_display_js__WEBPACK_IMPORTED_MODULE_0__/* .shortened */ .vI)(text, LONGEST_CELL));
}


/***/ }),

/***/ 18261:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  v: () => (/* binding */ builtInReports)
});

;// CONCATENATED MODULE: ./src/reports/built-in/column-types.ts
// JSON Schemas of the possible values of cells, besides null.
/** Not empty: blank cells are null. */
const TEXT = { type: 'string', minLength: 1 };
const TRUTH = { type: 'boolean' };
const NUMBER = { type: 'number' };
const WHOLE_NUMBER = { type: 'integer' };
const TEXTS = { type: 'array', items: { type: 'string' } };
/** In UTC, or as Graph returns it if the time zone is unknown: `2027-01-04T06:00:00 Customized Time Zone`. */
const TIME = {
    type: 'string',
    pattern: '^[0-9]{4}-[0-9]{2}-[0-9]{2}T[0-9]{2}:[0-9]{2}:[0-9]{2}(?:Z$| )',
    minLength: 20,
    allOf: [{ not: { format: 'date' } }, { not: { format: 'time' } }, { not: { format: 'iso-time' } }],
    examples: ['2027-01-04T06:00:00Z'],
};
/** Of working hours. Their time zone is another column, so the format `time`, which includes one, never matches. */
const TIME_OF_DAY = {
    type: 'string',
    pattern: '^[0-9]{2}:[0-9]{2}:',
    not: { format: 'time' },
    examples: ['08:00:00'],
};
/** An object, with the schemas of some of its properties. */
function objectWith(members) {
    return { type: 'object', properties: members };
}
/** One of Graph's enum values, in Graph's spelling. */
function oneOf(...values) {
    return { enum: values };
}
/** A list of Graph's enum values. */
function someOf(...values) {
    return { type: 'array', items: { enum: values } };
}

;// CONCATENATED MODULE: ./src/reports/built-in/reply-highlights.ts
const ON = { enum: ['alwaysEnabled', 'scheduled'] };
/** The highlights of automatic replies. Start and end are blank unless the replies are scheduled. */
const REPLY_HIGHLIGHTS = [
    {
        title: 'Replies to everyone outside now',
        when: {
            AutomaticReplyStatus: ON,
            AutomaticReplyExternalAudience: { const: 'all' },
            AutomaticReplyStart: { format: 'date-time', formatMaximum: 'now' },
            AutomaticReplyEnd: { format: 'date-time', formatExclusiveMinimum: 'now' },
        },
        columns: ['AutomaticReplyExternalAudience', 'AutomaticReplyStatus', 'AutomaticReplyStart', 'AutomaticReplyEnd'],
    },
    {
        title: 'Replies without an end',
        when: { AutomaticReplyStatus: ON, AutomaticReplyEnd: { const: null } },
        columns: ['AutomaticReplyStatus', 'AutomaticReplyEnd', 'AutomaticReplyExternalAudience'],
    },
];

;// CONCATENATED MODULE: ./src/reports/built-in/automatic-replies.ts


/**
 * The automatic replies of a mailbox with both messages as plain text.
 * https://learn.microsoft.com/graph/api/resources/automaticrepliessetting
 */
const automaticReplies = {
    name: 'automatic-replies',
    permissions: ['MailboxSettings.Read'],
    request: { path: 'mailboxSettings/automaticRepliesSetting', version: 'v1.0' },
    responseObjects: ['scheduledStartDateTime', 'scheduledEndDateTime'],
    columns: {
        AutomaticReplyStatus: 'status',
        AutomaticReplyExternalAudience: 'externalAudience',
        // If nothing is scheduled, Graph returns dates in the past, which would look like a planned absence.
        AutomaticReplyStart: "same(status, 'scheduled') && utc(scheduledStartDateTime) || `null`",
        AutomaticReplyEnd: "same(status, 'scheduled') && utc(scheduledEndDateTime) || `null`",
        InternalReply: 'plain_text(internalReplyMessage)',
        ExternalReply: 'plain_text(externalReplyMessage)',
    },
    types: {
        AutomaticReplyStatus: oneOf('disabled', 'alwaysEnabled', 'scheduled'),
        AutomaticReplyExternalAudience: oneOf('none', 'contactsOnly', 'all'),
        AutomaticReplyStart: TIME,
        AutomaticReplyEnd: TIME,
        InternalReply: TEXT,
        ExternalReply: TEXT,
    },
    highlights: REPLY_HIGHLIGHTS,
};

;// CONCATENATED MODULE: ./src/reports/built-in/calendar-permissions.ts

/** https://learn.microsoft.com/graph/api/resources/calendarpermission */
const ROLES = [
    'none',
    'freeBusyRead',
    'limitedRead',
    'read',
    'write',
    'delegateWithoutPrivateEventAccess',
    'delegateWithPrivateEventAccess',
    'custom',
];
/**
 * The permissions of the default calendar, one row a grant. The grant to everyone inside is called "My Organization" and
 * has no address. https://learn.microsoft.com/graph/api/calendar-list-calendarpermissions names the permission, which the
 * list of app roles in Entra ID calls `Calendars.ReadBasic.All`.
 */
const calendarPermissions = {
    name: 'calendar-permissions',
    unit: 'calendar grant',
    permissions: ['Calendars.ReadBasic'],
    // The documentation says that "some" query options are supported, but not which.
    request: { path: 'calendar/calendarPermissions', version: 'v1.0' },
    responseObjects: ['emailAddress'],
    rows: 'value',
    columns: {
        GrantedTo: 'emailAddress.name',
        GrantedToAddress: 'emailAddress.address',
        Role: 'role',
        AllowedRoles: 'allowedRoles',
        InsideOrganization: 'isInsideOrganization',
        Removable: 'isRemovable',
    },
    types: {
        GrantedTo: TEXT,
        GrantedToAddress: TEXT,
        Role: oneOf(...ROLES),
        AllowedRoles: someOf(...ROLES),
        InsideOrganization: TRUTH,
        Removable: TRUTH,
    },
    highlights: [
        {
            title: 'Calendar open to everyone with details',
            // The grant to everyone inside is the only one without an address.
            when: {
                GrantedToAddress: { const: null },
                Removable: { not: { const: true } },
                Role: { enum: ROLES.filter((role) => !['none', 'freeBusyRead', 'custom'].includes(role)) },
            },
            columns: ['Role', 'GrantedTo', 'InsideOrganization'],
        },
    ],
};

;// CONCATENATED MODULE: ./src/reports/built-in/client-access.ts

const OWN = 'SmtpClientAuthenticationDisabled';
const SETTING = `(${OWN} != \`null\` && [${OWN}] || [organization.${OWN}])[0]`;
/**
 * The protocols by which a mailbox can be opened. Where the mailbox has no setting of its own for SMTP AUTH, null, that of
 * the organization applies. https://learn.microsoft.com/powershell/module/exchange/get-casmailbox
 */
const clientAccess = {
    name: 'client-access',
    source: 'exchange',
    permissions: ['Exchange.ManageAsApp'],
    request: {
        cmdlet: 'Get-CASMailbox',
        select: [OWN, 'ImapEnabled', 'PopEnabled', 'ActiveSyncEnabled', 'OWAEnabled', 'MAPIEnabled', 'EwsEnabled'],
        // With its identity, an answer that lacks the setting is known to be one.
        organization: { cmdlet: 'Get-TransportConfig', select: ['Identity', OWN] },
    },
    responseObjects: ['organization'],
    columns: {
        SmtpAuth: `${SETTING} == \`true\` && 'disabled' || (${SETTING} == \`false\` && 'enabled' || 'inconclusive')`,
        [OWN]: OWN,
        ImapEnabled: 'ImapEnabled',
        PopEnabled: 'PopEnabled',
        ActiveSyncEnabled: 'ActiveSyncEnabled',
        OWAEnabled: 'OWAEnabled',
        MAPIEnabled: 'MAPIEnabled',
        EwsEnabled: 'EwsEnabled',
    },
    types: {
        SmtpAuth: oneOf('enabled', 'disabled'),
        [OWN]: TRUTH,
        ImapEnabled: TRUTH,
        PopEnabled: TRUTH,
        ActiveSyncEnabled: TRUTH,
        OWAEnabled: TRUTH,
        MAPIEnabled: TRUTH,
        EwsEnabled: TRUTH,
    },
    highlights: [{ title: 'SMTP AUTH is on', when: { SmtpAuth: { const: 'enabled' } }, columns: ['SmtpAuth', OWN] }],
};

;// CONCATENATED MODULE: ./src/reports/built-in/folders.ts

/** Folder names may contain a slash, so it is escaped. */
const PATH = String.raw `join('/', map(&replace(replace(displayName || '', '\\', '\\\\'), '/', '\\/'), [parents, [@]][]))`;
/**
 * The mail folders, each followed by its child folders. Hidden folders are left out, and v1.0 of Graph has no sizes. Search
 * folders are listed like other folders, with the messages that they find. https://learn.microsoft.com/graph/api/user-list-mailfolders
 */
const folders = {
    name: 'folders',
    unit: 'folder',
    permissions: ['Mail.ReadBasic.All'],
    request: {
        path: 'mailFolders',
        version: 'v1.0',
        // The default page size is 10.
        query: { $top: '250', $select: 'id,displayName,childFolderCount,totalItemCount,unreadItemCount' },
        children: { path: 'mailFolders/{id}/childFolders', when: 'childFolderCount > `0`' },
    },
    rows: 'value',
    responseObjects: [],
    columns: {
        FolderPath: PATH,
        Folder: 'displayName',
        Items: 'totalItemCount',
        UnreadItems: 'unreadItemCount',
        ChildFolders: 'childFolderCount',
        SearchFolder: `"@odata.type" == '#microsoft.graph.mailSearchFolder'`,
    },
    types: {
        FolderPath: TEXT,
        Folder: TEXT,
        Items: WHOLE_NUMBER,
        UnreadItems: WHOLE_NUMBER,
        ChildFolders: WHOLE_NUMBER,
        SearchFolder: TRUTH,
    },
    // Every new message changes them.
    compare: { ignore: ['Items', 'UnreadItems'] },
};

;// CONCATENATED MODULE: ./src/reports/built-in/inbox-rules.ts

/**
 * Graph lists rules that it cannot show, such as client-only rules of Outlook: they are read-only, and have some or none of
 * their actions. A blank action of a read-only rule may be hidden.
 */
const READ_ONLY = 'isReadOnly';
const FORWARDS = '[actions.forwardTo, actions.redirectTo, actions.forwardAsAttachmentTo][]';
const HIDING = '(actions.delete || actions.permanentDelete || actions.moveToFolder && actions.markAsRead)';
/** Also a rule of which Graph does not say whether it is enabled. */
const ENABLED = { not: { const: false } };
/** https://learn.microsoft.com/graph/api/resources/messagerulepredicates */
const PREDICATES = objectWith({
    importance: oneOf('low', 'normal', 'high'),
    sensitivity: oneOf('normal', 'personal', 'private', 'confidential'),
    messageActionFlag: oneOf(...['any', 'call', 'doNotForward', 'followUp', 'fyi', 'forward', 'noResponseNecessary', 'read', 'reply'], ...['replyToAll', 'review']),
});
/** An action that is not set; null if the rule is read-only, since then it may be hidden. */
function shown(action) {
    return `${action} || (${READ_ONLY} ? \`null\` : ${action})`;
}
/**
 * The rules of the inbox, in Graph's order; `Sequence` is the order in which they run. Delegates, forwarding of the mailbox
 * itself and hidden rules are not in Graph. https://learn.microsoft.com/graph/api/resources/messagerule
 */
const inboxRules = {
    name: 'inbox-rules',
    unit: 'inbox rule',
    permissions: ['MailboxSettings.Read'],
    // The documentation does not list $top for rules, and an unsupported option would fail every mailbox.
    request: { path: 'mailFolders/inbox/messageRules', version: 'v1.0' },
    rows: 'value',
    inconclusive: READ_ONLY,
    responseObjects: ['actions', 'conditions', 'exceptions'],
    columns: {
        RuleName: 'displayName',
        Sequence: 'sequence',
        Enabled: 'isEnabled',
        HasError: 'hasError',
        ReadOnly: 'isReadOnly',
        ForwardTo: 'addresses(actions.forwardTo)',
        RedirectTo: 'addresses(actions.redirectTo)',
        ForwardAsAttachmentTo: 'addresses(actions.forwardAsAttachmentTo)',
        ExternalTargets: `external(${FORWARDS}) || ((${READ_ONLY} || unresolved(${FORWARDS})) && 'inconclusive' || \`[]\`)`,
        UnresolvedTargets: `unresolved(${FORWARDS})`,
        Hides: `${HIDING} && \`true\` || (${READ_ONLY} ? 'inconclusive' : \`false\`)`,
        Delete: shown('actions.delete'),
        PermanentDelete: shown('actions.permanentDelete'),
        MoveToFolder: 'actions.moveToFolder',
        CopyToFolder: 'actions.copyToFolder',
        MarkAsRead: shown('actions.markAsRead'),
        MarkImportance: 'actions.markImportance',
        AssignCategories: 'actions.assignCategories',
        StopProcessingRules: shown('actions.stopProcessingRules'),
        Conditions: 'conditions',
        Exceptions: 'exceptions',
    },
    types: {
        RuleName: TEXT,
        Sequence: WHOLE_NUMBER,
        Enabled: TRUTH,
        HasError: TRUTH,
        ReadOnly: TRUTH,
        ForwardTo: TEXTS,
        RedirectTo: TEXTS,
        ForwardAsAttachmentTo: TEXTS,
        ExternalTargets: TEXTS,
        UnresolvedTargets: TEXTS,
        Hides: TRUTH,
        Delete: TRUTH,
        PermanentDelete: TRUTH,
        MoveToFolder: TEXT,
        CopyToFolder: TEXT,
        MarkAsRead: TRUTH,
        MarkImportance: oneOf('low', 'normal', 'high'),
        AssignCategories: TEXTS,
        StopProcessingRules: TRUTH,
        Conditions: PREDICATES,
        Exceptions: PREDICATES,
    },
    highlights: [
        {
            title: 'Rule forwards outside',
            when: { Enabled: ENABLED, ExternalTargets: { type: 'array', minItems: 1 } },
            columns: ['ExternalTargets', 'RuleName', 'Enabled'],
        },
        {
            title: 'Rule forwards to an unresolved target',
            when: { Enabled: ENABLED, UnresolvedTargets: { type: 'array', minItems: 1 } },
            columns: ['UnresolvedTargets', 'ExternalTargets', 'RuleName'],
        },
        {
            title: 'Rule hides mail',
            when: { Enabled: ENABLED, Hides: { const: true } },
            columns: ['RuleName', 'Conditions', 'Delete', 'PermanentDelete', 'MoveToFolder', 'MarkAsRead'],
        },
    ],
};

// EXTERNAL MODULE: ./src/json.ts
var json = __webpack_require__(8301);
;// CONCATENATED MODULE: ./src/reports/built-in/mailbox-permissions.ts


const SELF_SID = 'S-1-5-10';
const SELF_NAME = /^NT AUTHORITY\\SELF$/i;
/**
 * Who may open a mailbox, send as it or on its behalf: a row for each right. Exchange answers for one mailbox at a time
 * only about the first. https://learn.microsoft.com/powershell/module/exchange/get-mailboxpermission
 */
const mailboxPermissions = {
    name: 'mailbox-permissions',
    source: 'exchange',
    unit: 'mailbox grant',
    permissions: ['Exchange.ManageAsApp'],
    request: {
        cmdlet: 'Get-MailboxPermission',
        select: ['User', 'UserSid', 'AccessRights', 'IsInherited', 'Deny'],
        perMailbox: true,
        beside: {
            sendAs: {
                cmdlet: 'Get-RecipientPermission',
                select: ['Trustee', 'TrusteeSidString', 'AccessRights', 'AccessControlType'],
            },
            mailbox: { cmdlet: 'Get-Mailbox', select: ['GrantSendOnBehalfTo'], resolves: 'GrantSendOnBehalfTo' },
        },
    },
    responseObjects: [],
    convert: (found) => ({ grants: grantsOf(found) }),
    properties: ['Right', 'Trustee', 'Inherited', 'Deny'],
    rows: 'grants',
    columns: { Right: 'Right', Trustee: 'Trustee', Inherited: 'Inherited', Deny: 'Deny' },
    // Not an enumeration: Exchange has more rights than it documents.
    types: { Right: TEXT, Trustee: TEXT, Inherited: TRUTH, Deny: TRUTH },
    highlights: [
        {
            title: 'Another user has full access',
            when: {
                Right: { const: 'FullAccess' },
                Deny: { not: { const: true } },
                Inherited: { not: { const: true } },
            },
            columns: ['Trustee', 'Right'],
        },
    ],
};
/**
 * The grants of the three sources, a row for each right, without the mailbox's own. JMESPath cannot split the rights of an
 * object into rows that keep the trustee. Throws if an object does not say who has which right.
 */
function grantsOf({ value, sendAs, mailbox, recipientAddresses }) {
    return [
        ...objectsIn(value).flatMap(fullAccess),
        ...objectsIn(sendAs).flatMap(sendAsGrants),
        ...objectsIn(mailbox).flatMap((item) => sendOnBehalf(item, recipientAddresses)),
    ];
}
function fullAccess(item) {
    const { User: trustee, UserSid: sid, IsInherited: inherited, Deny: deny } = item;
    return isSelf(trustee, sid)
        ? []
        : rightsOf(item).map((right) => ({
            Right: right,
            Trustee: trusteeOf(trustee, sid),
            ...(inherited === undefined ? {} : { Inherited: inherited }),
            ...(deny === undefined ? {} : { Deny: deny }),
        }));
}
/** Exchange does not show whether these grants are inherited. */
function sendAsGrants(item) {
    const { Trustee: trustee, TrusteeSidString: sid, AccessControlType: type } = item;
    if (isSelf(trustee, sid))
        return [];
    if (type !== undefined && type !== 'Allow' && type !== 'Deny')
        throw unknown('AccessControlType');
    return rightsOf(item).map((right) => ({
        Right: right,
        Trustee: trusteeOf(trustee, sid),
        ...(type === undefined ? {} : { Deny: type === 'Deny' }),
    }));
}
/** A list that is left out may have had grants: a row without known cells, so that rules are inconclusive. */
function sendOnBehalf({ GrantSendOnBehalfTo: names }, addresses) {
    if (names === undefined)
        return [{}];
    if (names === null)
        return [];
    if (!Array.isArray(names))
        throw unknown('GrantSendOnBehalfTo');
    return names.map((name) => {
        if (typeof name !== 'string' || name === '')
            throw unknown('GrantSendOnBehalfTo');
        return {
            Right: 'SendOnBehalf',
            Trustee: (0,json/* property */.MZ)(addresses, name) ?? name,
            Inherited: false,
            Deny: false,
        };
    });
}
function objectsIn(value) {
    if (!Array.isArray(value) || !value.every(json/* isObject */.Gv))
        throw new TypeError('The answer has no list of objects');
    return value;
}
/** Exchange joins the rights of a grant: `["FullAccess, ReadPermission"]`. */
function rightsOf({ AccessRights: found }) {
    if (!Array.isArray(found))
        throw unknown('AccessRights');
    const rights = found.flatMap((text) => {
        if (typeof text !== 'string')
            throw unknown('AccessRights');
        return text.split(',').map((right) => right.trim());
    });
    if (rights.length === 0 || rights.includes(''))
        throw unknown('AccessRights');
    return rights;
}
function trusteeOf(name, sid) {
    for (const found of [name, sid])
        if (typeof found === 'string' && found !== '')
            return found;
    throw unknown('trustee');
}
function isSelf(name, sid) {
    return sid === SELF_SID || (typeof name === 'string' && SELF_NAME.test(name));
}
function unknown(what) {
    return new TypeError(`A grant has no ${what} that can be read`);
}

;// CONCATENATED MODULE: ./src/reports/built-in/mailbox-properties.ts

/** https://learn.microsoft.com/powershell/module/exchange/get-mailbox */
const TYPES = [
    ...['UserMailbox', 'SharedMailbox', 'RoomMailbox', 'EquipmentMailbox', 'SchedulingMailbox', 'TeamMailbox'],
    ...['LinkedMailbox', 'LinkedRoomMailbox', 'LegacyMailbox', 'DiscoveryMailbox', 'GroupMailbox', 'PublicFolderMailbox'],
];
/**
 * What Exchange Online knows about a mailbox and Graph does not show: forwarding, holds, auditing, quotas. Exchange ignores
 * `ForwardingSmtpAddress` while `ForwardingAddress` is set, but it applies as soon as the other is cleared, so
 * `ExternalTargets` has both.
 */
const mailboxProperties = {
    name: 'mailbox-properties',
    source: 'exchange',
    permissions: ['Exchange.ManageAsApp'],
    request: {
        cmdlet: 'Get-Mailbox',
        select: [
            ...['RecipientTypeDetails', 'PrimarySmtpAddress', 'ForwardingAddress', 'ForwardingSmtpAddress'],
            ...['DeliverToMailboxAndForward', 'AccountDisabled', 'LitigationHoldEnabled', 'InPlaceHolds', 'RetentionPolicy'],
            ...['SingleItemRecoveryEnabled', 'RetainDeletedItemsFor', 'AuditEnabled', 'HiddenFromAddressListsEnabled'],
            ...['IsDirSynced', 'ArchiveStatus', 'ProhibitSendReceiveQuota', 'GrantSendOnBehalfTo'],
            ...['MessageCopyForSentAsEnabled', 'WhenCreated'],
        ],
        resolves: 'ForwardingAddress',
    },
    responseObjects: [],
    columns: {
        RecipientTypeDetails: 'RecipientTypeDetails',
        PrimarySmtpAddress: 'PrimarySmtpAddress',
        ForwardingAddress: 'ForwardingAddress',
        ForwardingSmtpAddress: '(ForwardingSmtpAddress && addresses(ForwardingSmtpAddress))[0]',
        DeliverToMailboxAndForward: 'DeliverToMailboxAndForward',
        ExternalTargets: "external([ForwardingSmtpAddress, recipientAddress]) || ((ForwardingAddress && !recipientAddress || unresolved([ForwardingSmtpAddress, recipientAddress][?@])) && 'inconclusive' || `[]`)",
        AccountDisabled: 'AccountDisabled',
        LitigationHoldEnabled: 'LitigationHoldEnabled',
        InPlaceHolds: 'InPlaceHolds',
        RetentionPolicy: 'RetentionPolicy',
        SingleItemRecoveryEnabled: 'SingleItemRecoveryEnabled',
        RetainDeletedItemsFor: 'days(RetainDeletedItemsFor)',
        AuditEnabled: 'AuditEnabled',
        HiddenFromAddressListsEnabled: 'HiddenFromAddressListsEnabled',
        IsDirSynced: 'IsDirSynced',
        ArchiveStatus: 'ArchiveStatus',
        ProhibitSendReceiveQuota: 'bytes(ProhibitSendReceiveQuota)',
        GrantSendOnBehalfTo: 'GrantSendOnBehalfTo',
        MessageCopyForSentAsEnabled: 'MessageCopyForSentAsEnabled',
        WhenCreated: "utc({ dateTime: WhenCreated, timeZone: 'UTC' })",
    },
    types: {
        RecipientTypeDetails: oneOf(...TYPES),
        PrimarySmtpAddress: TEXT,
        ForwardingAddress: TEXT,
        ForwardingSmtpAddress: TEXT,
        DeliverToMailboxAndForward: TRUTH,
        ExternalTargets: TEXTS,
        AccountDisabled: TRUTH,
        LitigationHoldEnabled: TRUTH,
        InPlaceHolds: TEXTS,
        RetentionPolicy: TEXT,
        SingleItemRecoveryEnabled: TRUTH,
        RetainDeletedItemsFor: NUMBER,
        AuditEnabled: TRUTH,
        HiddenFromAddressListsEnabled: TRUTH,
        IsDirSynced: TRUTH,
        ArchiveStatus: TEXT,
        ProhibitSendReceiveQuota: WHOLE_NUMBER,
        GrantSendOnBehalfTo: TEXTS,
        MessageCopyForSentAsEnabled: TRUTH,
        WhenCreated: TIME,
    },
    highlights: [
        {
            title: 'Mailbox forwards outside',
            when: { ExternalTargets: { type: 'array', minItems: 1 } },
            columns: ['ExternalTargets', 'DeliverToMailboxAndForward', 'ForwardingAddress', 'ForwardingSmtpAddress'],
        },
        {
            title: 'Shared mailbox can sign in',
            when: { RecipientTypeDetails: { const: 'SharedMailbox' }, AccountDisabled: { const: false } },
            columns: ['RecipientTypeDetails', 'AccountDisabled'],
        },
        { title: 'Auditing is off', when: { AuditEnabled: { const: false } }, columns: ['AuditEnabled'] },
    ],
};

;// CONCATENATED MODULE: ./src/reports/built-in/mailbox-settings.ts


/**
 * The settings of a mailbox: the columns of `Get-MailboxSettingsReport` in its order, then the other properties of Graph's
 * `mailboxSettings`. Any property may be missing, and `userPurpose` is a string or `{"value": string}`.
 * https://learn.microsoft.com/graph/api/resources/mailboxsettings
 */
const mailboxSettings = {
    name: 'mailbox-settings',
    permissions: ['MailboxSettings.Read'],
    request: { path: 'mailboxSettings', version: 'v1.0' },
    responseObjects: ['language', 'automaticRepliesSetting', 'workingHours', 'workingHours.timeZone'],
    columns: {
        Language: 'language.displayName',
        Locale: 'language.locale',
        TimeZone: 'timeZone',
        AutomaticReplyStatus: 'automaticRepliesSetting.status',
        AutomaticReplyExternalAudience: 'automaticRepliesSetting.externalAudience',
        // If nothing is scheduled, Graph returns dates in the past, which would look like a planned absence.
        AutomaticReplyStart: "automaticRepliesSetting | same(status, 'scheduled') && utc(scheduledStartDateTime) || `null`",
        AutomaticReplyEnd: "automaticRepliesSetting | same(status, 'scheduled') && utc(scheduledEndDateTime) || `null`",
        DateFormat: 'dateFormat',
        TimeFormat: 'timeFormat',
        WorkingDays: 'workingHours.daysOfWeek',
        WorkingHoursStart: 'time(workingHours.startTime)',
        WorkingHoursEnd: 'time(workingHours.endTime)',
        WorkingHoursTimeZone: 'workingHours.timeZone.name',
        DelegateMeetingMessages: 'delegateMeetingMessageDeliveryOptions',
        UserPurpose: 'userPurpose.value || userPurpose',
    },
    types: {
        Language: TEXT,
        Locale: TEXT,
        TimeZone: TEXT,
        AutomaticReplyStatus: oneOf('disabled', 'alwaysEnabled', 'scheduled'),
        AutomaticReplyExternalAudience: oneOf('none', 'contactsOnly', 'all'),
        AutomaticReplyStart: TIME,
        AutomaticReplyEnd: TIME,
        DateFormat: TEXT,
        TimeFormat: TEXT,
        WorkingDays: someOf('sunday', 'monday', 'tuesday', 'wednesday', 'thursday', 'friday', 'saturday'),
        WorkingHoursStart: TIME_OF_DAY,
        WorkingHoursEnd: TIME_OF_DAY,
        WorkingHoursTimeZone: TEXT,
        DelegateMeetingMessages: oneOf('sendToDelegateAndInformationToPrincipal', 'sendToDelegateAndPrincipal', 'sendToDelegateOnly'),
        UserPurpose: oneOf('user', 'linked', 'shared', 'room', 'equipment', 'others', 'unknownFutureValue'),
    },
    highlights: REPLY_HIGHLIGHTS,
};

;// CONCATENATED MODULE: ./src/reports/built-in.ts








/** The built-in reports by name. To add a report, add a file to the folder and the report to this list. */
const builtInReports = new Map([
    ...[mailboxSettings, automaticReplies, inboxRules, calendarPermissions, folders],
    ...[mailboxProperties, clientAccess, mailboxPermissions],
].map((report) => [report.name, report]));


/***/ }),

/***/ 4274:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   Gv: () => (/* binding */ ChosenReports),
/* harmony export */   Ke: () => (/* binding */ namedReport),
/* harmony export */   NK: () => (/* binding */ isReportFile),
/* harmony export */   jK: () => (/* binding */ chooseReports)
/* harmony export */ });
/* harmony import */ var _errors_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(83916);
/* harmony import */ var _text_did_you_mean_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(63180);
/* harmony import */ var _built_in_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(18261);



const FILE = /[/\\]|\.ya?ml$/i;
const MAX_SHOWN = 60;
/**
 * The reports that the input "report" names, in its order: names of built-in reports, and paths of report files. Rejects
 * with a UserError: `INPUT_INVALID` for an unknown name, `REPORT_FILE` for a file that cannot be read or has mistakes,
 * `REPORT_NAME_TAKEN` if two reports have the same name.
 *
 * @param workspace absolute path of the repository's checkout
 */
async function chooseReports(names, workspace) {
    const chosen = new ChosenReports();
    for (const entry of names)
        chosen.add(entry, isReportFile(entry) ? await readFile(entry, workspace) : namedReport(entry));
    return chosen.all();
}
/** The reports of a run, in order, each with a different name. */
class ChosenReports {
    #chosen = new Map();
    /** Throws the UserError `REPORT_NAME_TAKEN`. `entry`: the entry of the input. */
    add(entry, report) {
        const other = this.#chosen.get(report.name);
        if (other !== undefined)
            throw nameTaken(report.name, other.entry, entry);
        this.#chosen.set(report.name, { entry, report });
    }
    all() {
        return [...this.#chosen.values()].map(({ report }) => report);
    }
}
/** Whether an entry of the input is the path of a report file, rather than a name. */
function isReportFile(entry) {
    return FILE.test(entry);
}
/** Loads the YAML reader only when it is needed: loading takes time. */
async function readFile(entry, workspace) {
    const { readReportFile } = await Promise.all(/* import() */[__webpack_require__.e(22), __webpack_require__.e(815), __webpack_require__.e(384), __webpack_require__.e(768)]).then(__webpack_require__.bind(__webpack_require__, 37768));
    return readReportFile(entry, workspace);
}
/** The built-in report with a name, in any case. Throws the UserError `INPUT_INVALID`. */
function namedReport(entry) {
    const report = _built_in_js__WEBPACK_IMPORTED_MODULE_1__/* .builtInReports */ .v.get(entry.toLowerCase());
    if (report !== undefined)
        return report;
    const names = [..._built_in_js__WEBPACK_IMPORTED_MODULE_1__/* .builtInReports */ .v.keys()];
    const shown = entry.length > MAX_SHOWN ? `${entry.slice(0, MAX_SHOWN)}…` : entry;
    throw new _errors_js__WEBPACK_IMPORTED_MODULE_0__/* .UserError */ .yo('INPUT_INVALID', `The input "report" cannot be ${JSON.stringify(shown)}.`, {
        hint: (0,_text_did_you_mean_js__WEBPACK_IMPORTED_MODULE_2__/* .suggestion */ .h)(entry, names) +
            `Use ${names.map((name) => `"${name}"`).join(', ')}, or the path of a report file, such as reports/${/^[a-z0-9-]{1,40}$/.test(entry) ? entry : 'categories'}.yml.`,
    });
}
function nameTaken(name, first, second) {
    const twice = first === second;
    return new _errors_js__WEBPACK_IMPORTED_MODULE_0__/* .UserError */ .yo('REPORT_NAME_TAKEN', twice
        ? `The input "report" names ${first} twice.`
        : `The input "report" names two reports called "${name}": ${first} and ${second}.`, {
        hint: twice
            ? 'Remove one of them.'
            : 'Each report writes files with its name. Change "name" in one of the files, or remove one report.',
    });
}


/***/ }),

/***/ 54530:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   HV: () => (/* binding */ UNKNOWN),
/* harmony export */   In: () => (/* binding */ INCONCLUSIVE_MEMBER),
/* harmony export */   J4: () => (/* binding */ childrenPath),
/* harmony export */   Uq: () => (/* binding */ isExchangeReport),
/* harmony export */   Xj: () => (/* binding */ isOwnColumn),
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
/** Columns about the mailbox and the policy, which are not the report's. */
const OTHER_COLUMNS = new Set([MAILBOX_COLUMN, ...STATUS_COLUMNS, ...VERDICT_COLUMNS]);
/** Whether a column of a CSV is one of the report's definition. */
function isOwnColumn(name) {
    return !OTHER_COLUMNS.has(name);
}
/** Whether a report is read from Exchange Online rather than Graph. */
function isExchangeReport(report) {
    return report.source === 'exchange';
}
/** The name of a report for people, marked if it is a preview. */
function reportLabel(report) {
    return isExchangeReport(report) ? `${report.name} (preview)` : report.name;
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

/***/ 53881:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   C1: () => (/* binding */ checkSize),
/* harmony export */   SP: () => (/* binding */ activeContext),
/* harmony export */   Y5: () => (/* binding */ lengthOf),
/* harmony export */   _3: () => (/* binding */ evaluate),
/* harmony export */   kK: () => (/* binding */ EvaluationContext)
/* harmony export */ });
/* harmony import */ var _jmespath_community_jmespath__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(34022);
/* harmony import */ var _json_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(8301);


/** Steps of the interpreter, array elements and characters that the expressions of one mailbox may produce. */
const MAX_STEPS = 5_000_000;
/** Values and characters in one result, and its nesting. Later steps, such as JSON.stringify, recurse into it. */
const MAX_SIZE = 1_000_000;
const MAX_DEPTH = 100;
/**
 * What the expressions of a report share while one mailbox is evaluated: the internal domains, and a budget, since an
 * expression such as `[@, @] | [@, @] | ...` doubles its result with each step, and JMESPath has no limits.
 */
class EvaluationContext {
    internalDomains;
    #steps = 0;
    #incomplete = false;
    constructor(internalDomains) {
        this.internalDomains = internalDomains;
    }
    /** Called by a function that returns less than the whole value. */
    markIncomplete() {
        this.#incomplete = true;
    }
    /** Whether a function has returned less than the whole value since the last call. */
    takeIncomplete() {
        const incomplete = this.#incomplete;
        this.#incomplete = false;
        return incomplete;
    }
    /** Throws an Error if the mailbox has used up its budget. */
    spend(steps) {
        this.#steps += steps;
        if (this.#steps > MAX_STEPS)
            throw limitError(`needs more than ${MAX_STEPS.toLocaleString('en-US')} steps`);
    }
}
let active = new EvaluationContext();
/** The context of the expression that is being evaluated, for functions that expressions call. */
function activeContext() {
    return active;
}
/**
 * Evaluates a parsed expression. Throws an Error that starts with `EXPRESSION_LIMIT` if a limit is exceeded, and the
 * library's Error if a function gets a value of a type that it does not accept.
 */
function evaluate(tree, value, context) {
    active = context;
    return _jmespath_community_jmespath__WEBPACK_IMPORTED_MODULE_0__/* .TreeInterpreter */ .Z2.search(tree, value);
}
/** Throws an Error that starts with `EXPRESSION_LIMIT` if a value is too large or nested too deep to be a cell. */
function checkSize(value) {
    let size = 0;
    const visit = (part, depth) => {
        size += typeof part === 'string' ? part.length + 1 : 1;
        if (size > MAX_SIZE)
            throw limitError(`gives more than ${MAX_SIZE.toLocaleString('en-US')} values or characters`);
        if (typeof part !== 'object' || part === null)
            return;
        if (depth >= MAX_DEPTH)
            throw limitError(`gives values nested more than ${MAX_DEPTH} deep`);
        for (const child of Object.values(part))
            visit(child, depth + 1);
    };
    visit(value, 0);
}
function limitError(reason) {
    return new Error(`EXPRESSION_LIMIT: the expression ${reason}`);
}
/** Adds the limits to the library's interpreter. Functions such as `map` call back into the same interpreter. */
function limitInterpreter(interpreter) {
    const visit = interpreter.visit.bind(interpreter);
    const withScope = interpreter.withScope.bind(interpreter);
    const { runtime } = interpreter;
    const callFunction = runtime.callFunction.bind(runtime);
    interpreter.visit = (node, value) => {
        active.spend(1);
        if (node.type === 'Flatten') {
            const found = interpreter.visit(node.child, value);
            if (!Array.isArray(found))
                return null;
            for (const part of found)
                active.spend(lengthOf(part));
            return found.flat();
        }
        if (node.type === 'Comparator' && (node.name === 'EQ' || node.name === 'NE')) {
            const [left, right] = [interpreter.visit(node.left, value), interpreter.visit(node.right, value)];
            return isEqual(left, right) === (node.name === 'EQ');
        }
        const result = visit(node, value);
        if (node.type === 'Slice')
            active.spend(lengthOf(result));
        return result;
    };
    interpreter.withScope = (scope) => {
        const inner = withScope(scope);
        limitInterpreter(inner);
        return inner;
    };
    runtime.callFunction = (name, args) => {
        for (const arg of args)
            active.spend(lengthOf(arg));
        checkArguments(name, args);
        const result = callFunction(name, args);
        active.spend(lengthOf(result));
        return result;
    };
}
limitInterpreter(_jmespath_community_jmespath__WEBPACK_IMPORTED_MODULE_0__/* .TreeInterpreter */ .Z2);
/** What a value counts in a budget: its elements or characters. */
function lengthOf(value) {
    return typeof value === 'string' || Array.isArray(value) ? value.length : 1;
}
/** Whether two values are equal, as JMESPath compares them. The library's own comparison has no limit. */
function isEqual(one, other) {
    active.spend(1);
    if (one === other)
        return true;
    if (Array.isArray(one) && Array.isArray(other)) {
        return one.length === other.length && one.every((part, at) => isEqual(part, other[at]));
    }
    if (!(0,_json_js__WEBPACK_IMPORTED_MODULE_1__/* .isRecord */ .u4)(one) || !(0,_json_js__WEBPACK_IMPORTED_MODULE_1__/* .isRecord */ .u4)(other) || Array.isArray(one) || Array.isArray(other))
        return false;
    const keys = Object.keys(one);
    return (keys.length === Object.keys(other).length &&
        keys.every((key) => Object.hasOwn(other, key) && isEqual(one[key], other[key])));
}
/** Checks, before the function allocates it, that a text does not become too long. Wrong types are left to the library. */
function checkArguments(name, args) {
    const [first, second, third] = args;
    if (name === 'to_string')
        checkSize(first);
    if (name.startsWith('pad_') && typeof second === 'number')
        checkLength(second);
    if (name === 'join' && Array.isArray(second)) {
        checkLength(second.reduce((length, part) => length + lengthOf(part) + lengthOf(first), 0));
    }
    if (name === 'replace' && typeof first === 'string' && typeof second === 'string' && typeof third === 'string') {
        checkLength(first.length + (first.split(second).length - 1) * third.length);
    }
}
function checkLength(length) {
    if (length > MAX_SIZE)
        throw limitError(`gives more than ${MAX_SIZE.toLocaleString('en-US')} values or characters`);
}


/***/ }),

/***/ 54424:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  Yi: () => (/* binding */ PROPERTY_PATH),
  Wo: () => (/* binding */ compileExpression),
  zz: () => (/* binding */ isTruthy)
});

// EXTERNAL MODULE: ./node_modules/@jmespath-community/jmespath/dist/index.mjs
var dist = __webpack_require__(34022);
// EXTERNAL MODULE: ./src/errors.ts
var errors = __webpack_require__(83916);
// EXTERNAL MODULE: ./src/json.ts
var json = __webpack_require__(8301);
// EXTERNAL MODULE: ./src/reports/expressions/evaluation.ts
var evaluation = __webpack_require__(53881);
;// CONCATENATED MODULE: ./src/reports/expressions/measures.ts
/** How Exchange writes a size: `99 GB (106,300,440,576 bytes)`. */
const SIZE = /\(([\d,]+) bytes\)/;
/** How .NET writes a time span: `14.00:00:00`, `-1.00:00:00`, `08:30:00.5000000`. */
const TIME_SPAN = /^(-?)(?:(\d+)\.)?(\d{1,2}):(\d{2}):(\d{2})(?:\.\d+)?$/;
/** The bytes of a size; null for `Unlimited` and for no size. A text of another form is returned as it is. */
function byteCount(size) {
    if (isUnlimited(size) || typeof size !== 'string')
        return null;
    const [, digits] = SIZE.exec(size) ?? [];
    return digits === undefined ? size : Number(digits.replaceAll(',', ''));
}
/** The days of a time span, with a fraction; null for `Unlimited` and for none. A text of another form is returned as it is. */
function dayCount(span) {
    if (isUnlimited(span) || typeof span !== 'string')
        return null;
    const [, sign, days = '0', hours, minutes, seconds] = TIME_SPAN.exec(span) ?? [];
    if (sign === undefined)
        return span;
    const count = Number(days) + (Number(hours) * 3600 + Number(minutes) * 60 + Number(seconds)) / 86_400;
    return sign === '-' ? -count : count;
}
function isUnlimited(value) {
    return typeof value === 'string' && value.toLowerCase() === 'unlimited';
}

// EXTERNAL MODULE: ./src/reports/expressions/plain-text.ts
var plain_text = __webpack_require__(10787);
// EXTERNAL MODULE: ./src/mailboxes/address.ts
var mailboxes_address = __webpack_require__(16592);
;// CONCATENATED MODULE: ./src/reports/expressions/recipients.ts


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
/**
 * The SMTP addresses that are not known to be inside, each once. Without `inside` all are included: a false report does
 * less harm than a missing one.
 */
function outsideAddresses(recipients, inside) {
    return shownOnce(recipients, (address) => isSmtpAddress(address, inside) && inside?.hasAddress(address) !== true);
}
/** The recipients without an SMTP address, each once: names, also those that look like an address, and X.500 addresses. */
function unresolvedRecipients(recipients, inside) {
    return shownOnce(recipients, (address) => !isSmtpAddress(address, inside));
}
function shownOnce(recipients, isWanted) {
    const found = new Map();
    for (const { shown, address = '' } of asArray(recipients).map(targetOf)) {
        const key = shown.toLowerCase();
        if (isWanted(address) && !found.has(key))
            found.set(key, shown);
    }
    return [...found.values()];
}
/** `/o=x/cn=eve@evil.com` may be either; it counts as an X.500 address only if the domain is inside. */
function isSmtpAddress(address, inside) {
    const domain = (0,mailboxes_address/* domainOf */.Ow)(address);
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
    if (!(0,json/* isRecord */.u4)(recipient))
        return { shown: UNNAMED, address: undefined };
    const { address: written, name } = (0,json/* isRecord */.u4)(recipient.emailAddress) ? recipient.emailAddress : recipient;
    const address = withoutPrefix(written);
    return { shown: address ?? withoutPrefix(name) ?? UNNAMED, address };
}
/** Exchange sometimes adds the type of an address, as in `SMTP:megan@contoso.com`. */
function withoutPrefix(text) {
    return typeof text === 'string' ? text.trim().replace(/^smtp:\s*/i, '') || undefined : undefined;
}

// EXTERNAL MODULE: ./node_modules/windows-iana/dist/index.js
var windows_iana_dist = __webpack_require__(67376);
;// CONCATENATED MODULE: ./src/reports/expressions/utc.ts

const LOCAL_DATE_TIME = /^(\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d)(?:\.\d+)?(Z|[+-]\d\d:\d\d)?$/;
const formats = new Map();
/**
 * Graph's `dateTimeTimeZone` as ISO 8601 in UTC, `2026-11-25T08:00:00Z`. The zone is `UTC`, an IANA name or a Windows
 * name; undefined for any other zone, since a guessed instant would be worse than none.
 * https://learn.microsoft.com/graph/api/resources/datetimetimezone
 */
function toUtc(dateTime, timeZone) {
    const [, local, offset] = LOCAL_DATE_TIME.exec(dateTime) ?? [];
    if (local === undefined)
        return undefined;
    if (offset !== undefined)
        return iso(Date.parse(local + offset));
    const asIfUtc = Date.parse(`${local}Z`);
    if (Number.isNaN(asIfUtc))
        return undefined;
    if (timeZone.toUpperCase() === 'UTC')
        return `${local}Z`;
    const format = formatFor(timeZone);
    if (format === undefined)
        return undefined;
    // The offset depends on the instant, so it is looked up again for the first guess: the clocks may change between them.
    const guess = asIfUtc - offsetAt(format, asIfUtc);
    return iso(asIfUtc - offsetAt(format, guess));
}
function iso(instant) {
    return Number.isNaN(instant) ? undefined : `${new Date(instant).toISOString().slice(0, 19)}Z`;
}
function formatFor(timeZone) {
    if (!formats.has(timeZone))
        formats.set(timeZone, newFormat((0,windows_iana_dist.findIana)(timeZone)[0] ?? timeZone));
    return formats.get(timeZone);
}
function newFormat(timeZone) {
    try {
        return new Intl.DateTimeFormat('en-US', {
            timeZone,
            hourCycle: 'h23',
            year: 'numeric',
            month: 'numeric',
            day: 'numeric',
            hour: 'numeric',
            minute: 'numeric',
            second: 'numeric',
        });
    }
    catch {
        return undefined;
    }
}
/** The zone's offset from UTC at an instant, in ms. */
function offsetAt(format, instant) {
    const part = new Map(format.formatToParts(instant).map(({ type, value }) => [type, Number(value)]));
    const field = (type) => part.get(type) ?? 0;
    const local = Date.UTC(field('year'), field('month') - 1, field('day'), field('hour'), field('minute'), field('second'));
    return local - Math.floor(instant / 1000) * 1000;
}

;// CONCATENATED MODULE: ./src/reports/expressions/functions.ts







/**
 * The functions that expressions have in addition to JMESPath's own:
 * - `same(a, b)`: whether two words are equal without case, since the case of Graph's enum values varies;
 * - `utc(dateTimeTimeZone)`: the instant as `2026-11-25T08:00:00Z`;
 * - `time(timeOfDay)`: `08:00:00.0000000` as `08:00:00`;
 * - `plain_text(html)`: the text of a message; marks the cell as incomplete if the text is cut;
 * - `addresses(recipients)`: the addresses of recipients;
 * - `external(recipients)`: the SMTP addresses that are not inside;
 * - `unresolved(recipients)`: the recipients without an SMTP address;
 * - `bytes(size)`: the bytes of `99 GB (106,300,440,576 bytes)`; null for `Unlimited`;
 * - `days(time_span)`: the days of `14.00:00:00`; null for `Unlimited`.
 */
const addedFunctions = {
    same: { takes: 2, of: ([a, b]) => typeof a === 'string' && typeof b === 'string' && fold(a) === fold(b) },
    utc: { takes: 1, of: ([value]) => utc(value) },
    time: { takes: 1, of: ([value]) => (typeof value === 'string' ? value.replace(/\.0+$/, '') : null) },
    plain_text: { takes: 1, of: ([html], context) => (typeof html === 'string' ? textOf(html, context) : null) },
    addresses: { takes: 1, of: ([recipients]) => addressesOf(recipients) },
    external: { takes: 1, of: ([recipients], context) => outsideAddresses(recipients, context.internalDomains) },
    unresolved: { takes: 1, of: ([recipients], context) => unresolvedRecipients(recipients, context.internalDomains) },
    bytes: { takes: 1, of: ([size]) => byteCount(size) },
    days: { takes: 1, of: ([span]) => dayCount(span) },
};
for (const [name, { takes, of }] of Object.entries(addedFunctions)) {
    const signature = Array.from({ length: takes }, () => ({ types: [dist/* TYPE_ANY */.uU] }));
    (0,dist/* register */.kz)(name, (values) => of(values, (0,evaluation/* activeContext */.SP)()), signature);
}
/** The library's own functions use a regular expression that takes a minute for a text of 128 KiB. */
function trimmed([text, characters], atStart, atEnd) {
    if (typeof text !== 'string')
        return null;
    const isTrimmed = (at) => typeof characters === 'string' && characters !== ''
        ? characters.includes(text.charAt(at))
        : /[\s\x85]/.test(text.charAt(at));
    let [start, end] = [0, text.length];
    while (atStart && start < end && isTrimmed(start))
        start += 1;
    while (atEnd && end > start && isTrimmed(end - 1))
        end -= 1;
    return text.slice(start, end);
}
const TRIM_SIGNATURE = [{ types: [dist/* TYPE_STRING */.jY] }, { types: [dist/* TYPE_STRING */.jY], optional: true }];
(0,dist/* register */.kz)('trim', (values) => trimmed(values, true, true), TRIM_SIGNATURE, { override: true });
(0,dist/* register */.kz)('trim_left', (values) => trimmed(values, true, false), TRIM_SIGNATURE, { override: true });
(0,dist/* register */.kz)('trim_right', (values) => trimmed(values, false, true), TRIM_SIGNATURE, { override: true });
function fold(word) {
    return word.toLowerCase();
}
function textOf(html, context) {
    const { text, complete } = (0,plain_text/* plainText */.w)(html);
    if (!complete)
        context.markIncomplete();
    return text;
}
/** If the time zone is unknown, the local time and the zone's name, so that the cell is not mistaken for UTC. */
function utc(value) {
    if (!(0,json/* isRecord */.u4)(value) || typeof value.dateTime !== 'string')
        return null;
    const timeZone = typeof value.timeZone === 'string' ? value.timeZone : 'UTC';
    return toUtc(value.dateTime, timeZone) ?? `${value.dateTime} ${timeZone}`;
}

;// CONCATENATED MODULE: ./src/reports/expressions/problem.ts


/** Deeper expressions could exhaust the stack when they are evaluated. */
const MAX_DEPTH = 200;
/**
 * What is wrong with a parsed expression; undefined if nothing is. The library would notice only when it evaluates that
 * part, perhaps not for any of the first thousand mailboxes.
 */
function problemIn(tree) {
    // An expression reference is valid only as an argument of a function.
    if (tree.type === 'ExpressionReference')
        return 'an expression with & is no value';
    return problemBelow(tree, 0);
}
function problemBelow(node, depth) {
    if (depth > MAX_DEPTH)
        return `it is nested more than ${MAX_DEPTH} deep`;
    if (Array.isArray(node))
        return firstProblem(node, depth);
    if (!(0,json/* isRecord */.u4)(node) || node.type === 'Literal')
        return undefined;
    return problemOf(node) ?? firstProblem(Object.values(node), depth + 1);
}
function firstProblem(nodes, depth) {
    for (const node of nodes) {
        const problem = problemBelow(node, depth);
        if (problem !== undefined)
            return problem;
    }
    return undefined;
}
function problemOf({ type, name, children }) {
    if (typeof name !== 'string')
        return undefined;
    // The library would return JavaScript's own property of that name.
    if (type === 'Field' && name in Object.prototype)
        return `no response has '${name}'`;
    return type === 'Function' && Array.isArray(children) ? callProblem(name, children.length) : undefined;
}
function callProblem(name, given) {
    const functions = dist/* TreeInterpreter */.Z2.runtime._functionTable;
    const known = Object.hasOwn(functions, name) ? functions[name] : undefined;
    if (known === undefined)
        return `there is no function '${name}'; there are ${Object.keys(functions).sort().join(', ')}`;
    const signature = known._signature;
    const least = signature.filter(({ optional }) => optional !== true).length;
    const most = signature.at(-1)?.variadic === true ? Infinity : signature.length;
    if (given >= least && given <= most)
        return undefined;
    const takes = most === least ? `${least}` : most === Infinity ? `at least ${least}` : `${least} to ${most}`;
    return `${name}() takes ${takes} argument${takes === '1' || takes === 'at least 1' ? '' : 's'}, not ${given}`;
}

;// CONCATENATED MODULE: ./src/reports/expressions/expression.ts






/** An expression that only reads a property of a property. */
const PROPERTY_PATH = /^[A-Za-z_]\w*(?:\.[A-Za-z_]\w*)*$/;
/**
 * Compiles a JMESPath expression (https://jmespath.site). `functions.ts` lists the added functions.
 *
 * Throws a UserError `EXPRESSION` if the text does not parse, is nested too deep, or calls an unknown function or a
 * function with the wrong number of arguments. The result throws what `evaluate` throws.
 */
function compileExpression(text) {
    if (PROPERTY_PATH.test(text))
        return propertyPath(text.split('.'));
    const tree = parsed(text);
    const problem = problemIn(tree);
    if (problem !== undefined)
        throw notAnExpression(text, problem);
    return compiled(tree) ?? ((value, context) => (0,evaluation/* evaluate */._3)(tree, value, context));
}
/**
 * An expression as closures; undefined if it has more than property names, literals, operators of logic and added
 * functions. The library's interpreter takes 9 % of the CPU time of a `mailbox-settings` run, and makes a quarter of its
 * garbage.
 */
function compiled(node) {
    if (node.type === 'Field')
        return propertyPath([node.name]);
    if (node.type === 'Current')
        return (value) => value;
    if (node.type === 'Literal') {
        const literal = node.value;
        return () => literal;
    }
    if (node.type === 'NotExpression') {
        const child = compiled(node.child);
        return child && ((value, context) => !isTruthy(child(value, context)));
    }
    if (node.type === 'Function')
        return compiledCall(node.name, node.children.map(compiled));
    if (!isOperator(node))
        return undefined;
    const [left, right] = [compiled(node.left), compiled(node.right)];
    return left && right && OPERATORS[node.type](left, right);
}
const OPERATORS = {
    Subexpression: (left, right) => (value, context) => {
        const found = left(value, context);
        return found === null ? null : right(found, context);
    },
    Pipe: (left, right) => (value, context) => right(left(value, context), context),
    AndExpression: (left, right) => (value, context) => {
        const found = left(value, context);
        return isTruthy(found) ? right(value, context) : found;
    },
    OrExpression: (left, right) => (value, context) => {
        const found = left(value, context);
        return isTruthy(found) ? found : right(value, context);
    },
};
function isOperator(node) {
    return Object.hasOwn(OPERATORS, node.type);
}
function compiledCall(name, args) {
    const called = Object.hasOwn(addedFunctions, name) ? addedFunctions[name] : undefined;
    const known = args.filter((arg) => arg !== undefined);
    if (called === undefined || known.length < args.length)
        return undefined;
    return (value, context) => {
        const values = known.map((arg) => arg(value, context));
        for (const each of values)
            context.spend((0,evaluation/* lengthOf */.Y5)(each));
        const result = called.of(values, context);
        context.spend((0,evaluation/* lengthOf */.Y5)(result));
        return result;
    };
}
function parsed(text) {
    try {
        return (0,dist/* compile */.wE)(text);
    }
    catch (error) {
        throw notAnExpression(text, (0,errors/* describeError */.Uc)(error), error);
    }
}
function notAnExpression(text, reason, cause) {
    return new errors/* UserError */.yo('EXPRESSION', `'${text}' is not a JMESPath expression: ${reason}`, {
        hint: 'See https://jmespath.site for the language, and docs/reports.md for the added functions.',
        cause,
    });
}
function propertyPath(keys) {
    return (item) => {
        let value = item;
        for (const key of keys)
            value = (0,json/* property */.MZ)(value, key);
        return value ?? null;
    };
}
/** Whether JMESPath counts a value as true: not null, false, or an empty string, array or object. https://jmespath.site */
function isTruthy(value) {
    if (value === null || value === false || value === '')
        return false;
    if (Array.isArray(value))
        return value.length > 0;
    return typeof value !== 'object' || Object.keys(value).length > 0;
}


/***/ }),

/***/ 10787:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   q: () => (/* binding */ loadPlainText),
/* harmony export */   w: () => (/* binding */ plainText)
/* harmony export */ });
/** Longer than an automatic reply can be. */
const MAX_LENGTH = 128 * 1024;
/** The library converts elements recursively, and 30,000 in one element would take seconds. */
const MAX_DEPTH = 100;
const MAX_CHILDREN = 10_000;
/** Marks where the library leaves out elements, to tell it from an ellipsis that somebody wrote. A private-use character. */
const CUT = '\ue0c7';
const TAG = /<(?:\/?[a-z][a-z0-9]*[\s/>]|!)/i;
/** `<adele@contoso.com>`, as people write addresses. A parser would read it as a tag. */
const ADDRESS = /<(?=[^\s<>@]+@[^\s<>@]+>)/g;
const A_LINE = { leadingLineBreaks: 1, trailingLineBreaks: 1 };
const CELL = { suffix: ' ' };
const options = {
    wordwrap: false,
    // Browsers show text outside the body too.
    baseElements: { selectors: [] },
    limits: { maxInputLength: MAX_LENGTH, maxDepth: MAX_DEPTH, maxChildNodes: MAX_CHILDREN, ellipsis: CUT },
    selectors: [
        { selector: 'a', options: { hideLinkHrefIfSameAsText: true, noAnchorUrl: true } },
        ...['h1', 'h2', 'h3', 'h4', 'h5', 'h6'].map((selector) => ({ selector, options: { uppercase: false } })),
        ...['img', 'title'].map((selector) => ({ selector, format: 'skip' })),
        ...['table', 'tr'].map((selector) => ({ selector, format: 'block', options: A_LINE })),
        ...['td', 'th'].map((selector) => ({ selector, format: 'inlineSurround', options: CELL })),
        { selector: 'ul', options: { itemPrefix: '- ' } },
    ],
};
let converters;
/** Loads the library that `plainText` needs. Loading takes time, and most reports do not need it. */
async function loadPlainText() {
    const { compile } = await __webpack_require__.e(/* import() */ 557).then(__webpack_require__.bind(__webpack_require__, 95557));
    converters ??= { ofHtml: compile(options), ofText: compile({ ...options, preserveNewlines: true }) };
}
/**
 * Converts HTML to readable text: lines end in `\n`, each table row is a line, images are left out, and a link's address
 * follows it in brackets if its text is another. A message without tags keeps its line breaks. The owner of the mailbox
 * wrote the HTML, so its length and depth are limited. Call `loadPlainText` first.
 */
function plainText(html) {
    if (converters === undefined)
        throw new Error('call loadPlainText before plainText');
    const { ofHtml, ofText } = converters;
    const written = html.slice(0, MAX_LENGTH).replaceAll(/\r\n?/g, '\n').replaceAll(CUT, '\ufffd');
    const hasTags = TAG.test(written);
    const escaped = written.replaceAll(hasTags ? ADDRESS : '<', '&lt;');
    // Escaping can exceed the limit again, and the library would print a warning.
    const input = escaped.slice(0, MAX_LENGTH);
    const isLong = html.length > MAX_LENGTH || escaped.length > MAX_LENGTH;
    const text = tidy((hasTags ? ofHtml : ofText)(input));
    return { text: text.replaceAll(CUT, '…') + (isLong ? '…' : ''), complete: !isLong && !text.includes(CUT) };
}
function tidy(text) {
    return text
        .replaceAll('\u00a0', ' ')
        .split('\n')
        .map((line) => line.trimEnd())
        .join('\n')
        .replaceAll(/\n{3,}/g, '\n\n')
        .trim();
}


/***/ }),

/***/ 83199:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   O: () => (/* binding */ unreadableRow),
/* harmony export */   R: () => (/* binding */ rowsOf)
/* harmony export */ });
/** Converts a query result to rows. A mailbox without items, or one that could not be read, has one blank row. */
function rowsOf(mailbox, result, definition) {
    if (result.status !== 'ok')
        return [blankRow(mailbox, definition, result)];
    const [first, ...others] = result.value.map(({ cells, incomplete, id, failure }) => {
        const row = { mailbox, status: 'ok', error: '', ...failure, content: 'item', cells, incomplete };
        return id === undefined ? row : { ...row, id };
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

/***/ 39205:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   Gq: () => (/* binding */ invalid),
/* harmony export */   Jt: () => (/* binding */ flag),
/* harmony export */   Mn: () => (/* binding */ lines),
/* harmony export */   OZ: () => (/* binding */ url),
/* harmony export */   Qq: () => (/* binding */ text),
/* harmony export */   Yq: () => (/* binding */ choice),
/* harmony export */   _y: () => (/* binding */ secretInputs),
/* harmony export */   jO: () => (/* binding */ entries),
/* harmony export */   lS: () => (/* binding */ raw),
/* harmony export */   mw: () => (/* binding */ required),
/* harmony export */   rD: () => (/* binding */ wholeNumber),
/* harmony export */   yL: () => (/* binding */ oneOf)
/* harmony export */ });
/* harmony import */ var _errors_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(83916);
/* harmony import */ var _http_secure_url_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(28347);


// The inputs of a step as the runner passes them (`INPUT_TENANT-ID` and so on), and the checks that many of them share.
const SECRET_INPUTS = ['pfx', 'pfx-password', 'github-token'];
/**
 * The secret inputs, to mask before anything is checked or printed. Also each of their lines, since a log may show one
 * line of a PFX with line breaks.
 */
function secretInputs(env) {
    const secrets = SECRET_INPUTS.map((name) => raw(env, name) ?? '');
    const lines = secrets.flatMap((secret) => secret.split(/\r?\n/)).map((line) => line.trim());
    return [...new Set([...secrets, ...lines])].filter((secret) => secret.trim() !== '');
}
/** The input as it is. Throws the UserError `INPUT_INVALID` for a certificate or a key in an input that is not secret. */
function raw(env, name) {
    const value = env[`INPUT_${name.toUpperCase()}`];
    // Errors, the log and the summary repeat values of all other inputs.
    if (!SECRET_INPUTS.includes(name) && value !== undefined && looksLikeKey(value))
        throw keyInInput(name);
    return value;
}
/** Whether a value contains a PEM block, a PFX in base64, or a line of one. */
function looksLikeKey(value) {
    if (value.includes('-----BEGIN '))
        return true;
    const compact = value.replaceAll(/\s/g, '');
    // 0x30 0x80 to 0x30 0x83: the start of a DER SEQUENCE with a long or an indefinite length.
    if (/^MI[A-P][A-Za-z0-9+/=]{60}/.test(compact))
        return true;
    return (value.match(/[A-Za-z0-9+]{60,}/g) ?? []).some((run) => [/[A-Z]/, /[a-z]/, /\d/].every((kind) => kind.test(run)));
}
function keyInInput(name) {
    return new _errors_js__WEBPACK_IMPORTED_MODULE_0__/* .UserError */ .yo('INPUT_INVALID', `The input "${name}" contains a certificate or a key.`, {
        hint: `Set "pfx" to the PFX file, from a secret, and "${name}" to the value that README describes. If the workflow file contains the key, replace the certificate.`,
    });
}
/** The input without blanks around it; undefined if it is empty. */
function text(env, name) {
    const value = raw(env, name)?.trim();
    return value === '' ? undefined : value;
}
/** The lines of an input that are not blank. */
function lines(env, name) {
    return parts(env, name, /\r?\n/);
}
/** The entries of an input, separated by commas or line ends. */
function entries(env, name) {
    return parts(env, name, /[\r\n,]+/);
}
function parts(env, name, separator) {
    return (raw(env, name) ?? '')
        .split(separator)
        .map((part) => part.trim())
        .filter((part) => part !== '');
}
/** Throws the UserError `INPUT_MISSING`, or `EMPTY` for the PFX. */
function required(env, name) {
    const value = text(env, name);
    if (value !== undefined)
        return value;
    throw new _errors_js__WEBPACK_IMPORTED_MODULE_0__/* .UserError */ .yo(name === 'pfx' ? 'EMPTY' : 'INPUT_MISSING', `The input "${name}" is empty.`, {
        hint: `Set "${name}" under "with:". If the value is a secret or a variable, check its name, and that the workflow ` +
            'can read it. Workflows started by a fork or Dependabot have no secrets.' +
            (name === 'pfx' ? ' To sign in without a secret, set "credential" to "federated".' : ''),
    });
}
/** One of the choices, in any case; the first by default. Throws the UserError `INPUT_INVALID`. */
function choice(env, name, choices) {
    const value = text(env, name);
    return value === undefined ? choices[0] : oneOf(name, value, choices);
}
/** The choice that a value names, in any case. Throws the UserError `INPUT_INVALID`. */
function oneOf(name, value, choices) {
    const found = choices.find((choice) => choice === value.toLowerCase());
    if (found !== undefined)
        return found;
    throw invalid(name, value, `Use ${choices.map((choice) => `"${choice}"`).join(', ')}.`);
}
/** The UserError `INPUT_INVALID` for a value, which is cut at 60 characters. */
function invalid(name, value, hint) {
    const shown = value.length > 60 ? `${value.slice(0, 60)}…` : value;
    return new _errors_js__WEBPACK_IMPORTED_MODULE_0__/* .UserError */ .yo('INPUT_INVALID', `The input "${name}" cannot be ${JSON.stringify(shown)}.`, { hint });
}
/**
 * An override of a URL of the cloud. The token is sent there, so only encrypted and loopback URLs are allowed.
 *
 * @param example for the hint
 */
function url(env, name, example) {
    const value = text(env, name);
    if (value === undefined)
        return undefined;
    const parsed = URL.parse(value);
    const hint = `Use a URL such as "${example}", or leave "${name}" out and set "cloud".`;
    // User information, queries and fragments are refused and not repeated: they may contain a password.
    if (parsed?.href !== `${parsed?.origin}${parsed?.pathname}`)
        throw invalid(name, shownUrl(parsed, value), hint);
    if (!(0,_http_secure_url_js__WEBPACK_IMPORTED_MODULE_1__/* .isConfidential */ .F)(parsed)) {
        throw invalid(name, value, `Only https: is allowed, and http: for a loopback address. ${hint}`);
    }
    return parsed.href.replace(/\/$/, '');
}
/** A URL without a host has no origin: in `localhost:80`, `localhost` is the scheme. */
function shownUrl(parsed, value) {
    if (parsed === null)
        return value;
    return parsed.origin === 'null' ? 'a URL without https:' : parsed.origin;
}
/** A number from 1 to `most`. Throws the UserError `INPUT_INVALID`. `besides`: what else the input can be, for the hint. */
function wholeNumber(name, value, most, besides = '') {
    const number = Number(value);
    if (/^\d{1,9}$/.test(value) && number >= 1 && number <= most)
        return number;
    throw invalid(name, value, `Use ${besides}a whole number from 1 to ${most}.`);
}
/** The values of the YAML 1.2 core schema, as `core.getBooleanInput` accepts them. */
function flag(env, name, fallback) {
    const value = text(env, name);
    if (value === undefined)
        return fallback;
    if (/^(?:true|True|TRUE)$/.test(value))
        return true;
    if (/^(?:false|False|FALSE)$/.test(value))
        return false;
    throw invalid(name, value, 'Use true or false.');
}


/***/ }),

/***/ 47708:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   OG: () => (/* binding */ logLines),
/* harmony export */   QT: () => (/* binding */ logGroup),
/* harmony export */   kc: () => (/* binding */ logText),
/* harmony export */   ty: () => (/* binding */ placeProperties)
/* harmony export */ });
/* harmony import */ var _text_display_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(24745);

const MAX_LINE = 2_000;
/**
 * Untrusted text for one line of the log. The runner takes a line for a command if it starts, after white space, with
 * `::`, or contains `##[` (https://github.com/actions/runner/blob/main/src/Runner.Common/ActionCommand.cs), and a terminal
 * obeys escape sequences: both are escaped. Cut at 2,000 characters.
 */
function logText(text) {
    return (0,_text_display_js__WEBPACK_IMPORTED_MODULE_0__/* .visibleLine */ .P8)((0,_text_display_js__WEBPACK_IMPORTED_MODULE_0__/* .shortened */ .vI)(text, MAX_LINE))
        .replace(/^(\s*)::/, '$1\\::')
        .replaceAll('##[', '##\\[');
}
/** Untrusted text of several lines, each escaped by itself. Blank lines are left out. */
function logLines(text) {
    return text
        .split(/\r\n|\r|\n/)
        .filter((line) => line.trim() !== '')
        .map(logText)
        .join('\n');
}
/** Runs a phase of the run inside a group of the log, which ends also if the phase throws. `name` is escaped here. */
async function logGroup(log, name, phase) {
    log.startGroup(logText(name));
    try {
        return await phase();
    }
    finally {
        log.endGroup();
    }
}
/** The properties with which GitHub shows an annotation at a place in the repository. */
function placeProperties(place) {
    if (place === undefined)
        return {};
    const { file, line, column } = place;
    return {
        file,
        ...(line === undefined ? {} : { startLine: line }),
        ...(column === undefined ? {} : { startColumn: column }),
    };
}


/***/ }),

/***/ 9131:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   $h: () => (/* binding */ keywordSynonym),
/* harmony export */   BC: () => (/* binding */ ANNOTATIONS),
/* harmony export */   TY: () => (/* binding */ mapSubschemas),
/* harmony export */   Tp: () => (/* binding */ typeThatRefusesBlank),
/* harmony export */   d6: () => (/* binding */ KEYWORDS),
/* harmony export */   j: () => (/* binding */ unsupportedKeyword)
/* harmony export */ });
/* harmony import */ var _json_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(8301);

/** Keywords whose value is a schema. https://json-schema.org/draft/2020-12/json-schema-core#section-10 */
const SCHEMA_KEYWORDS = new Set([
    ...['not', 'if', 'then', 'else', 'items', 'contains', 'additionalProperties', 'propertyNames'],
    ...['unevaluatedItems', 'unevaluatedProperties', 'contentSchema'],
]);
/** Keywords whose value is a list of schemas. */
const SCHEMA_LIST_KEYWORDS = new Set(['allOf', 'anyOf', 'oneOf', 'prefixItems']);
/** Keywords whose value maps names to schemas. */
const SCHEMA_MAP_KEYWORDS = new Set([...['properties', 'patternProperties', 'dependentSchemas']]);
/** The JSON type that a keyword is about. Values of other types meet the keyword. */
const TYPE_OF_KEYWORD = {
    pattern: 'string',
    format: 'string',
    formatMinimum: 'string',
    formatMaximum: 'string',
    formatExclusiveMinimum: 'string',
    formatExclusiveMaximum: 'string',
    minLength: 'string',
    maxLength: 'string',
    multipleOf: 'number',
    minimum: 'number',
    maximum: 'number',
    exclusiveMinimum: 'number',
    exclusiveMaximum: 'number',
    items: 'array',
    prefixItems: 'array',
    contains: 'array',
    minItems: 'array',
    maxItems: 'array',
    minContains: 'array',
    maxContains: 'array',
    uniqueItems: 'array',
    unevaluatedItems: 'array',
    properties: 'object',
    patternProperties: 'object',
    additionalProperties: 'object',
    propertyNames: 'object',
    minProperties: 'object',
    maxProperties: 'object',
    required: 'object',
    dependentRequired: 'object',
    dependentSchemas: 'object',
    unevaluatedProperties: 'object',
};
/** Keywords that check nothing. */
const ANNOTATIONS = new Set([
    ...['title', 'description', '$comment', 'default', 'examples', 'deprecated', 'readOnly', 'writeOnly'],
    ...['contentEncoding', 'contentMediaType', 'contentSchema'],
]);
/** The keywords of draft 2020-12 except references, and the limits of dates that ajv-formats adds. */
const KEYWORDS = [
    ...['type', 'const', 'enum', 'not', 'if', 'then', 'else', 'allOf', 'anyOf', 'oneOf'],
    ...Object.keys(TYPE_OF_KEYWORD),
    ...ANNOTATIONS,
];
const NO_REFERENCES = 'References are not supported. Write the schema out.';
const ONE_DRAFT = 'Remove it: schemas are of draft 2020-12.';
const UNSUPPORTED = {
    $ref: NO_REFERENCES,
    $dynamicRef: NO_REFERENCES,
    $id: NO_REFERENCES,
    id: NO_REFERENCES,
    $anchor: NO_REFERENCES,
    $dynamicAnchor: NO_REFERENCES,
    $defs: NO_REFERENCES,
    definitions: NO_REFERENCES,
    $schema: ONE_DRAFT,
    $vocabulary: ONE_DRAFT,
    dependencies: 'Use dependentRequired or dependentSchemas.',
    additionalItems: 'Use prefixItems and items.',
    nullable: 'Add "null" to the list under "type".',
};
/** Words of other languages for keywords. */
const SYNONYMS = {
    equals: 'const',
    equal: 'const',
    eq: 'const',
    is: 'const',
    value: 'const',
    in: 'enum',
    values: 'enum',
    regex: 'pattern',
    regexp: 'pattern',
    match: 'pattern',
    matches: 'pattern',
    min: 'minimum',
    max: 'maximum',
};
/** What to do about a keyword of JSON Schema that is not supported. */
function unsupportedKeyword(keyword) {
    return Object.hasOwn(UNSUPPORTED, keyword) ? UNSUPPORTED[keyword] : undefined;
}
/** The keyword for a word of another language. */
function keywordSynonym(word) {
    const folded = word.toLowerCase();
    return Object.hasOwn(SYNONYMS, folded) ? SYNONYMS[folded] : undefined;
}
/**
 * A schema with each schema directly inside it replaced.
 *
 * @param replace is given the keyword, and the position or name if the keyword has several schemas
 */
function mapSubschemas(schema, replace) {
    const mapped = Object.entries(schema).map(([keyword, value]) => {
        if (SCHEMA_KEYWORDS.has(keyword))
            return [keyword, replace(value, keyword)];
        if (SCHEMA_LIST_KEYWORDS.has(keyword) && Array.isArray(value)) {
            return [keyword, value.map((inside, at) => replace(inside, keyword, at))];
        }
        if (!SCHEMA_MAP_KEYWORDS.has(keyword) || !(0,_json_js__WEBPACK_IMPORTED_MODULE_0__/* .isObject */ .Gv)(value))
            return [keyword, value];
        const members = Object.entries(value).map(([name, inside]) => [
            name,
            replace(inside, keyword, name),
        ]);
        return [keyword, Object.fromEntries(members)];
    });
    return Object.fromEntries(mapped);
}
/**
 * The JSON type under a schema's `not` if blank cells violate the schema by it alone: a blank cell meets the negated
 * keywords, and `type` does not say whether blank is allowed. Undefined for any other schema.
 */
function typeThatRefusesBlank(schema) {
    if (!(0,_json_js__WEBPACK_IMPORTED_MODULE_0__/* .isObject */ .Gv)(schema) || Object.hasOwn(schema, 'type') || !(0,_json_js__WEBPACK_IMPORTED_MODULE_0__/* .isObject */ .Gv)(schema.not))
        return undefined;
    const keywords = Object.keys(schema.not).filter((keyword) => !ANNOTATIONS.has(keyword));
    const types = keywords.map((keyword) => Object.hasOwn(TYPE_OF_KEYWORD, keyword) ? TYPE_OF_KEYWORD[keyword] : undefined);
    return types.includes(undefined) ? undefined : types[0];
}


/***/ }),

/***/ 61049:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   D: () => (/* binding */ isAway),
/* harmony export */   k: () => (/* binding */ isOnOrScheduled)
/* harmony export */ });
/** Whether a mailbox replies automatically at the time `when`, in epoch ms. */
function isAway({ status, start, end }, when) {
    const folded = foldedStatus(status);
    if (folded !== 'scheduled')
        return folded === 'alwaysenabled';
    // An invalid date is NaN, which is neither before nor after anything.
    return typeof start === 'string' && Date.parse(start) <= when && typeof end === 'string' && when < Date.parse(end);
}
/** Whether automatic replies of this status are on or scheduled. */
function isOnOrScheduled(status) {
    return ['alwaysenabled', 'scheduled'].includes(foldedStatus(status));
}
/** The case of Graph's enumerations varies between responses. */
function foldedStatus(status) {
    return typeof status === 'string' ? status.toLowerCase() : '';
}


/***/ }),

/***/ 13339:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   Zm: () => (/* binding */ readBackText),
/* harmony export */   ef: () => (/* binding */ csvRecord),
/* harmony export */   rK: () => (/* binding */ csvCell),
/* harmony export */   u4: () => (/* binding */ reversiblyDefused),
/* harmony export */   v0: () => (/* binding */ restored)
/* harmony export */ });
/* unused harmony exports defusedText, redefusedText */
/* harmony import */ var _display_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(24745);

/** A cell with one of them is quoted: also semicolons and tabs, at which Excel and LibreOffice split in some locales. */
const SEPARATORS = /[",;\t\r\n]/;
/**
 * A cell that a spreadsheet may evaluate (https://owasp.org/www-community/attacks/CSV_Injection). LibreOffice ignores a
 * leading NUL, so hidden characters are skipped.
 */
const FORMULA = /^(?:[\t\r\n]|[\s\p{Cc}\p{Cf}]*[=+\-@＝＋－＠])/u;
/**
 * Starts of formulas inside a cell. A spreadsheet that splits at other separators than the file's ignores the quotes of
 * every cell but a line's first, so what follows such a separator or a line break becomes a cell.
 */
const INNER_FORMULAS = {
    ',': /(?<=[;\t\r\n]["\s\p{Cc}\p{Cf}]*)[=+\-@＝＋－＠]/gu,
    ';': /(?<=[,\t\r\n]["\s\p{Cc}\p{Cf}]*)[=+\-@＝＋－＠]/gu,
};
const INNER_EQUALS_SIGNS = {
    ',': /(?<=[;\t\r\n]["\s\p{Cc}\p{Cf}]*)[=＝]/gu,
    ';': /(?<=[,\t\r\n]["\s\p{Cc}\p{Cf}]*)[=＝]/gu,
};
/** Nearly every cell, which needs neither quotes nor defusing: one test instead of several. */
const PLAIN = /^[\p{L}\p{N}][^",;\t\r\n]*$/u;
/** Several such cells as the elements of a list: they need quotes alone. */
const PLAIN_LIST = /^[\p{L}\p{N}][^",;\t\r\n]*(?:; [\p{L}\p{N}][^",;\t\r\n]*)+$/u;
/** A record of RFC 4180 with its CRLF, except for another delimiter. Formulas are defused by an apostrophe. */
function csvRecord(cells, delimiter = ',') {
    return `${cells.map((cell) => csvCell(cell, delimiter)).join(delimiter)}\r\n`;
}
/** A cell as a record has it, in quotes if it needs them. */
function csvCell(cell, delimiter) {
    if (cell === null)
        return '';
    if (typeof cell === 'number' || typeof cell === 'boolean')
        return String(cell);
    if (typeof cell === 'string' && PLAIN.test(cell))
        return cell;
    if (typeof cell === 'object') {
        const list = (0,_display_js__WEBPACK_IMPORTED_MODULE_0__/* .cellText */ .Ie)(cell);
        if (PLAIN_LIST.test(list))
            return `"${list}"`;
    }
    const text = defusedText(cell, delimiter);
    return SEPARATORS.test(text) ? `"${text.replaceAll('"', '""')}"` : text;
}
/** A cell as a program reads it back from a CSV with this delimiter. */
function readBackText(cell, delimiter = ',') {
    if (typeof cell === 'string' && PLAIN.test(cell))
        return cell.toWellFormed();
    return defusedText(cell, delimiter).toWellFormed();
}
/** A cell as text in which no spreadsheet finds a formula, without quotes around it. */
function defusedText(cell, delimiter = ',') {
    // A number is not defused: its minus starts no formula.
    if (typeof cell === 'number')
        return String(cell);
    const text = (0,_display_js__WEBPACK_IMPORTED_MODULE_0__/* .cellText */ .Ie)(cell);
    const defused = SEPARATORS.test(text) ? withoutInnerFormulas(text, delimiter) : text;
    return FORMULA.test(text) ? `'${defused}` : defused;
}
function withoutInnerFormulas(text, delimiter) {
    if (text.search(INNER_FORMULAS[delimiter]) < 0)
        return text;
    const lines = text.split(/(?=[\r\n])/);
    return lines
        .map((line, at) => {
        // Items of a list and telephone numbers stay readable: without a call of a function or a program they do no harm.
        // The last line continues in the next cell.
        const harmless = at < lines.length - 1 && !/[(!|]/.test(line);
        return line.replace((harmless ? INNER_EQUALS_SIGNS : INNER_FORMULAS)[delimiter], "'$&");
    })
        .join('');
}
/** Apostrophes before starts of formulas that only a file with this delimiter has. */
const OWN_APOSTROPHES = {
    ',': /(?<=;["\s\p{Cc}\p{Cf}]*)'(?=[=+\-@＝＋－＠])/gu,
    ';': /(?<=,["\s\p{Cc}\p{Cf}]*)'(?=[=+\-@＝＋－＠])/gu,
};
/** A cell that was read back from a CSV with the delimiter `from`, as it would have been from one with the delimiter `to`. */
function redefusedText(text, from, to) {
    return from === to || PLAIN.test(text) ? text : withoutInnerFormulas(text.replace(OWN_APOSTROPHES[from], ''), to);
}
/** Starts of formulas in a cell, and the apostrophes that `reversiblyDefused` puts before them. */
const INNER_MARKS = /['=+\-@＝＋－＠](?<=[,;\t\r\n]["\s\p{Cc}\p{Cf}]*.)/gu;
const INNER_APOSTROPHES = /'(?<=[,;\t\r\n]["\s\p{Cc}\p{Cf}]*.)/gu;
/**
 * Text in which no spreadsheet finds a formula, whatever the delimiter, and from which `restored` returns the original. An apostrophe in the place
 * of a formula's start gets one of its own.
 */
function reversiblyDefused(text) {
    if (PLAIN.test(text))
        return text;
    const defused = text.replace(INNER_MARKS, "'$&");
    return FORMULA.test(text) || text.startsWith("'") ? `'${defused}` : defused;
}
/** The original of a text from `reversiblyDefused`. */
function restored(defused) {
    const text = defused.startsWith("'") ? defused.slice(1) : defused;
    return text.replace(INNER_APOSTROPHES, '');
}


/***/ }),

/***/ 63180:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   a: () => (/* binding */ didYouMean),
/* harmony export */   h: () => (/* binding */ suggestion)
/* harmony export */ });
/** The known name that an unknown name most likely stands for, ignoring case; undefined if none is similar. */
function didYouMean(name, known) {
    const wanted = name.trim().toLowerCase();
    // In a short name, one wrong letter is a typo and two are another word.
    const maxEdits = Math.floor((wanted.length + 1) / 3);
    let best;
    for (const candidate of known) {
        const folded = candidate.toLowerCase();
        const omitted = omitsPartOf(wanted, folded);
        if (!omitted && Math.abs(candidate.length - wanted.length) > maxEdits)
            continue;
        const edits = omitted ? 1 : editDistance(wanted, folded);
        if (edits <= maxEdits && edits < (best?.edits ?? Infinity))
            best = { name: candidate, edits };
    }
    return best?.name;
}
/** `Did you mean "x"? ` to start a hint with; '' if no known name is similar. */
function suggestion(name, known) {
    const meant = didYouMean(name, known);
    return meant === undefined ? '' : `Did you mean "${meant}"? `;
}
/** Shorter names match too many others. */
const MIN_LENGTH_WITH_OMISSION = 8;
/** Whether a name is another one without a part of it: `AutomaticReplyAudience` for `AutomaticReplyExternalAudience`. */
function omitsPartOf(name, whole) {
    if (name.length < MIN_LENGTH_WITH_OMISSION || name.length >= whole.length)
        return false;
    let start = 0;
    while (start < name.length && name[start] === whole[start])
        start += 1;
    return whole.endsWith(name.slice(start));
}
/** Optimal string alignment distance: insertions, deletions, replacements and swaps of neighbours between two texts. */
function editDistance(from, to) {
    let beforeLast = [];
    let last = Array.from({ length: to.length + 1 }, (_, length) => length);
    for (let row = 1; row <= from.length; row += 1) {
        const current = [row];
        for (let column = 1; column <= to.length; column += 1) {
            const replaced = (last[column - 1] ?? 0) + (from[row - 1] === to[column - 1] ? 0 : 1);
            const edits = Math.min(replaced, (last[column] ?? 0) + 1, (current[column - 1] ?? 0) + 1);
            const swapped = from[row - 1] === to[column - 2] && from[row - 2] === to[column - 1];
            current.push(swapped ? Math.min(edits, (beforeLast[column - 2] ?? Infinity) + 1) : edits);
        }
        [beforeLast, last] = [last, current];
    }
    return last[to.length] ?? 0;
}


/***/ }),

/***/ 24745:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   DA: () => (/* binding */ shortenedInside),
/* harmony export */   Ie: () => (/* binding */ cellText),
/* harmony export */   P8: () => (/* binding */ visibleLine),
/* harmony export */   f$: () => (/* binding */ shownText),
/* harmony export */   vI: () => (/* binding */ shortened)
/* harmony export */ });
/* unused harmony export visibleLines */
/**
 * Control characters, line ends, invisible characters and those that change the direction of text: in a log or a table
 * they make one text look like another. The joiners that Persian and emoji need stay.
 */
const HIDDEN = /(?![\u200C\u200D])[\p{Cc}\p{Cf}\p{Zl}\p{Zp}]/gu;
/** The same, except for tabs and newlines. */
const HIDDEN_IN_LINES = /(?![\u200C\u200D])(?![\t\n])[\p{Cc}\p{Cf}\p{Zl}\p{Zp}]/gu;
/** Control and invisible characters, and any white space other than the space. */
const HIDDEN_IN_QUOTES = /[\p{Cc}\p{Cf}\p{Cs}]|[^\S ]/gu;
const MAX_QUOTED = 60;
/** A text on one line: line ends and tabs become spaces, other hidden characters are escaped as `\u{202e}`. */
function visibleLine(text) {
    return text
        .toWellFormed()
        .replace(/[\t\r\n]+/g, ' ')
        .replace(HIDDEN, escaped);
}
/** A text of several lines with `\n` between them, in which other hidden characters are escaped. */
function visibleLines(text) {
    return text.toWellFormed().replace(/\r\n?/g, '\n').replace(HIDDEN_IN_LINES, escaped);
}
/** User input as an error message quotes it: in double quotes, at most 60 characters, hidden characters as `\u{9}`. */
function shownText(text) {
    const cut = text.length > MAX_QUOTED ? `${text.slice(0, MAX_QUOTED).toWellFormed()}…` : text;
    return `"${cut.replace(HIDDEN_IN_QUOTES, escaped)}"`;
}
function escaped(hidden) {
    return `\\u{${hidden.codePointAt(0)?.toString(16) ?? ''}}`;
}
/** The first characters of a text, at most `length` UTF-16 units including the ellipsis that replaces the rest. */
function shortened(text, length) {
    if (text.length <= length)
        return text;
    return `${copyOf(text.slice(0, length - 1).replace(/[\uD800-\uDBFF]$/, ''))}…`;
}
/** As `shortened`, but a third of the length shows the end of the text: many texts differ only there. */
function shortenedInside(text, length) {
    if (text.length <= length)
        return text;
    const tail = Math.floor((length - 1) / 3);
    const end = text.slice(-tail).replace(/^[\uDC00-\uDFFF]/, '');
    return `${shortened(text, length - tail)}${copyOf(end)}`;
}
/** V8 implements a slice as a reference to the whole text, which would stay in memory for as long as the slice. */
function copyOf(slice) {
    return new TextDecoder('utf-8', { ignoreBOM: true }).decode(new TextEncoder().encode(slice));
}
/**
 * A cell as text: null and undefined are blank, the elements of an array are joined by `; `, objects are JSON. The text
 * is hostile until it is escaped for its destination.
 */
function cellText(value) {
    if (typeof value === 'string')
        return value;
    if (value === null || value === undefined)
        return '';
    if (Array.isArray(value))
        return value.map(elementText).join('; ');
    return scalarOrJson(value);
}
function elementText(element) {
    if (typeof element === 'string')
        return element;
    return element === null ? '' : scalarOrJson(element);
}
function scalarOrJson(value) {
    return typeof value === 'object' ? JSON.stringify(value) : String(value);
}


/***/ }),

/***/ 92613:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   KE: () => (/* binding */ listed),
/* harmony export */   U9: () => (/* binding */ count),
/* harmony export */   X1: () => (/* binding */ percentage),
/* harmony export */   Xq: () => (/* binding */ someNames),
/* harmony export */   _l: () => (/* binding */ pluralOf),
/* harmony export */   hS: () => (/* binding */ counted),
/* harmony export */   oA: () => (/* binding */ MAX_NAMES),
/* harmony export */   p0: () => (/* binding */ duration)
/* harmony export */ });
/** A count with thousands separators: `12,400`. */
function count(number) {
    return Math.round(number).toLocaleString('en-US');
}
/** Texts as a list in a sentence: `none, contactsOnly or all`. */
function listed(texts, word) {
    const last = texts.at(-1) ?? '';
    return texts.length < 2 ? last : `${texts.slice(0, -1).join(', ')} ${word} ${last}`;
}
/** The default for `someNames`: longer lists are not read. */
const MAX_NAMES = 20;
/** Names on one line, each as `shown` returns it: the first `max`, and how many more there are. */
function someNames(all, shown, max = MAX_NAMES) {
    const names = all.slice(0, max).map(shown);
    if (all.length > names.length)
        names.push(`and ${count(all.length - names.length)} more`);
    return names.join(', ');
}
/** A count with its noun: `1 mailbox`, `12,400 mailboxes`. */
function counted(number, singular, plural) {
    return `${count(number)} ${number === 1 ? singular : plural}`;
}
/** The plural of an English noun that follows the rules: `mailboxes`, `categories`, `inbox rules`. */
function pluralOf(noun) {
    if (/(?:s|x|z|ch|sh)$/i.test(noun))
        return `${noun}es`;
    return /[^aeiou]y$/i.test(noun) ? `${noun.slice(0, -1)}ies` : `${noun}s`;
}
/** A duration in ms in its two largest units: `22 s`, `3 min 10 s`, `2 h 5 min`. Anything under a second is `1 s`. */
function duration(ms) {
    const seconds = ms <= 0 ? 0 : Math.max(1, Math.round(ms / 1000));
    const minutes = Math.floor(seconds / 60);
    if (minutes === 0)
        return `${seconds} s`;
    if (minutes < 60)
        return joined(`${minutes} min`, seconds % 60, 's');
    const wholeMinutes = Math.round(seconds / 60);
    return joined(`${count(Math.floor(wholeMinutes / 60))} h`, wholeMinutes % 60, 'min');
}
function joined(larger, smaller, unit) {
    return smaller === 0 ? larger : `${larger} ${smaller} ${unit}`;
}
/** A share in percent. Rounding never gives `0%` or `100%`, which would hide a mailbox. */
function percentage(part, whole) {
    if (part === 0 || whole === 0)
        return '0%';
    if (part === whole)
        return '100%';
    const percent = (part / whole) * 100;
    if (percent < 0.1)
        return 'under 0.1%';
    return `${Math.min(percent, 99.9).toFixed(1)}%`;
}


/***/ }),

/***/ 86527:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   f: () => (/* binding */ isGlob),
/* harmony export */   o: () => (/* binding */ braceExpansions)
/* harmony export */ });
const GLOB_CHARACTERS = /[*?[\]{}]|[!+@]\(/;
const NUMBER_RANGE = /\{(-?\d+)\.\.(-?\d+)(?:\.\.-?\d+)?\}/g;
/** From `A` to `z`, with the characters between. */
const LETTERS = 58;
const LETTER_RANGE = /\{[a-z]\.\.[a-z](?:\.\.-?\d+)?\}/gi;
/** Whether a path can be a glob. */
function isGlob(path) {
    return GLOB_CHARACTERS.test(path);
}
/**
 * An upper bound of the number of patterns that a glob's braces expand to: `{a,b}-{1..9}` gives 18. Node.js expands all of
 * them before it looks for files.
 */
function braceExpansions(glob) {
    let expansions = 1;
    const open = [];
    for (const character of glob) {
        if (character === '{')
            open.push(1);
        else if (character === ',' && open.length > 0)
            open.push((open.pop() ?? 0) + 1);
        else if (character === '}')
            expansions *= open.pop() ?? 1;
    }
    for (const [, from, to] of glob.matchAll(NUMBER_RANGE))
        expansions *= Math.abs(Number(to) - Number(from)) + 1;
    const letterRanges = glob.match(LETTER_RANGE)?.length ?? 0;
    return expansions * LETTERS ** letterRanges;
}


/***/ }),

/***/ 71198:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   X: () => (/* binding */ nearFile)
/* harmony export */ });
/* harmony import */ var node_fs_promises__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(51455);
/* harmony import */ var node_fs_promises__WEBPACK_IMPORTED_MODULE_0___default = /*#__PURE__*/__webpack_require__.n(node_fs_promises__WEBPACK_IMPORTED_MODULE_0__);
/* harmony import */ var node_path__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(76760);
/* harmony import */ var node_path__WEBPACK_IMPORTED_MODULE_1___default = /*#__PURE__*/__webpack_require__.n(node_path__WEBPACK_IMPORTED_MODULE_1__);
/* harmony import */ var _text_did_you_mean_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(63180);
/* harmony import */ var _glob_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(86527);
/* harmony import */ var _paths_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(28545);





/** A search of a whole monorepo would take too long. */
const LIKELY_DIRECTORIES = ['', '*/', '*/*/', '.github/', '.github/*/'];
const MAX_COMPARED = 500;
/**
 * The file of the workspace that a missing path most likely stands for: one with a similar path, or with a similar name in
 * another directory. Undefined if there is none.
 *
 * @param file relative to the root, with forward slashes; may be a glob
 * @param extensions what the file may end in, without dots
 */
async function nearFile(file, root, extensions) {
    const { dir, name } = node_path__WEBPACK_IMPORTED_MODULE_1___default().posix.parse(file);
    const beside = dir === '' || (0,_glob_js__WEBPACK_IMPORTED_MODULE_3__/* .isGlob */ .f)(dir) ? [] : [`${dir}/`];
    const files = [];
    const patterns = [...beside, ...LIKELY_DIRECTORIES].map((directory) => `${directory}*.*`);
    for await (const match of (0,node_fs_promises__WEBPACK_IMPORTED_MODULE_0__.glob)(patterns, { cwd: root, exclude: (entry) => entry === 'node_modules' })) {
        if (!extensions.includes(node_path__WEBPACK_IMPORTED_MODULE_1___default().extname(match).slice(1).toLowerCase()))
            continue;
        if (files.push((0,_paths_js__WEBPACK_IMPORTED_MODULE_2__/* .slashed */ .df)(match)) >= MAX_COMPARED)
            break;
    }
    const nameOf = (found) => node_path__WEBPACK_IMPORTED_MODULE_1___default().posix.parse(found).name;
    const sameName = (0,_text_did_you_mean_js__WEBPACK_IMPORTED_MODULE_4__/* .didYouMean */ .a)(name, files.map(nameOf));
    return (0,_text_did_you_mean_js__WEBPACK_IMPORTED_MODULE_4__/* .didYouMean */ .a)(file, files) ?? files.find((found) => nameOf(found) === sameName);
}


/***/ }),

/***/ 28545:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   Ng: () => (/* binding */ statInWorkspace),
/* harmony export */   OH: () => (/* binding */ openWorkspace),
/* harmony export */   WP: () => (/* binding */ realPathInWorkspace),
/* harmony export */   df: () => (/* binding */ slashed),
/* harmony export */   ep: () => (/* binding */ pathInWorkspace)
/* harmony export */ });
/* harmony import */ var node_fs_promises__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(51455);
/* harmony import */ var node_fs_promises__WEBPACK_IMPORTED_MODULE_0___default = /*#__PURE__*/__webpack_require__.n(node_fs_promises__WEBPACK_IMPORTED_MODULE_0__);
/* harmony import */ var node_path__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(76760);
/* harmony import */ var node_path__WEBPACK_IMPORTED_MODULE_1___default = /*#__PURE__*/__webpack_require__.n(node_path__WEBPACK_IMPORTED_MODULE_1__);
/* harmony import */ var _errors_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(83916);



/** Rejects with the error of the file system if the folder does not exist. */
async function openWorkspace(folder) {
    return { root: node_path__WEBPACK_IMPORTED_MODULE_1___default().resolve(folder), realRoot: await (0,node_fs_promises__WEBPACK_IMPORTED_MODULE_0__.realpath)(folder) };
}
/**
 * A path or glob relative to the root, with forward slashes; undefined if it leads out of the workspace. Accepts
 * absolute paths in the workspace, and backslashes: a workflow written on Windows may run elsewhere.
 */
function pathInWorkspace(file, { root, realRoot }) {
    const absolute = node_path__WEBPACK_IMPORTED_MODULE_1___default().resolve(root, file.replaceAll('\\', '/'));
    const from = [root, realRoot].find((base) => isInside(absolute, base));
    return from === undefined ? undefined : slashed(node_path__WEBPACK_IMPORTED_MODULE_1___default().relative(from, absolute));
}
/**
 * The absolute path with symbolic links resolved; undefined if it leads out of the workspace. Files and links can come
 * from the pull request of a fork. Rejects with the error of the file system.
 */
async function realPathInWorkspace(file, { root, realRoot }) {
    const real = await (0,node_fs_promises__WEBPACK_IMPORTED_MODULE_0__.realpath)(node_path__WEBPACK_IMPORTED_MODULE_1___default().join(root, file));
    return isInside(real, realRoot) ? real : undefined;
}
/** The kind and the size in bytes of a file, through symbolic links. Rejects if the file system refuses the path. */
async function statInWorkspace(file, { root }) {
    try {
        const stats = await (0,node_fs_promises__WEBPACK_IMPORTED_MODULE_0__.stat)(node_path__WEBPACK_IMPORTED_MODULE_1___default().join(root, file));
        return { kind: stats.isDirectory() ? 'directory' : stats.isFile() ? 'file' : 'other', size: stats.size };
    }
    catch (error) {
        if (['ENOENT', 'ENOTDIR'].includes((0,_errors_js__WEBPACK_IMPORTED_MODULE_2__/* .systemErrorCode */ .vq)(error)))
            return { kind: 'missing', size: 0 };
        throw error;
    }
}
function slashed(file) {
    return file.split((node_path__WEBPACK_IMPORTED_MODULE_1___default().sep)).join('/');
}
function isInside(absolute, base) {
    const relative = node_path__WEBPACK_IMPORTED_MODULE_1___default().relative(base, absolute);
    return relative !== '..' && !relative.startsWith(`..${(node_path__WEBPACK_IMPORTED_MODULE_1___default().sep)}`) && !node_path__WEBPACK_IMPORTED_MODULE_1___default().isAbsolute(relative);
}


/***/ })

};
