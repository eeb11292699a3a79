export const id = 530;
export const ids = [530];
export const modules = {

/***/ 68894:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   G8: () => (/* binding */ tenantOf),
/* harmony export */   JI: () => (/* binding */ appRoles),
/* harmony export */   NS: () => (/* binding */ claimsChallenge),
/* harmony export */   Zt: () => (/* binding */ unverifiedClaims),
/* harmony export */   c9: () => (/* binding */ isTenantId)
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
const GUID = /^[0-9a-f]{8}-(?:[0-9a-f]{4}-){3}[0-9a-f]{12}$/i;
/** Whether a text is the ID of a tenant, rather than a domain of it. */
function isTenantId(text) {
    return GUID.test(text);
}
/** The ID of the tenant that an access token is for; undefined if it cannot be read. */
function tenantOf(token) {
    const tid = token && unverifiedClaims(token.value)?.tid;
    return typeof tid === 'string' && isTenantId(tid) ? tid : undefined;
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
 * those of its documented admin API, https://learn.microsoft.com/exchange/reference/admin-api-get-started. The audiences of
 * usgov and usgov-dod are those of CISA's ScubaGear. For China, clients of IMAP, POP, SMTP and PowerShell request tokens for
 * partner.outlook.cn; nobody has been seen to send one to the documented host.
 */
const clouds = {
    global: {
        authorityHost: 'https://login.microsoftonline.com',
        graphUrl: 'https://graph.microsoft.com',
        exchangeUrl: 'https://outlook.office365.com',
        exchangeAudience: 'https://outlook.office365.com',
        audience: 'api://AzureADTokenExchange',
    },
    usgov: {
        authorityHost: 'https://login.microsoftonline.us',
        graphUrl: 'https://graph.microsoft.us',
        exchangeUrl: 'https://outlook.office365.us',
        exchangeAudience: 'https://outlook.office365.us',
        audience: 'api://AzureADTokenExchangeUSGov',
    },
    'usgov-dod': {
        authorityHost: 'https://login.microsoftonline.us',
        graphUrl: 'https://dod-graph.microsoft.us',
        exchangeUrl: 'https://outlook-dod.office365.us',
        exchangeAudience: 'https://outlook-dod.office365.us',
        audience: 'api://AzureADTokenExchangeUSGov',
    },
    china: {
        authorityHost: 'https://login.partner.microsoftonline.cn',
        graphUrl: 'https://microsoftgraph.chinacloudapi.cn',
        exchangeUrl: 'https://outlook.office365.cn',
        exchangeAudience: 'https://partner.outlook.cn',
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
/* harmony import */ var _http_secure_url_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(28347);
/* harmony import */ var _json_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(8301);
/* harmony import */ var _redact_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(95353);
/* harmony import */ var _retry_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(76144);





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
    if (parsed !== null && requestToken !== '' && (0,_http_secure_url_js__WEBPACK_IMPORTED_MODULE_3__/* .isConfidential */ .F)(parsed))
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
    const redactor = new _redact_js__WEBPACK_IMPORTED_MODULE_1__/* .Redactor */ .pO();
    redactor.add(requestToken);
    options.mask(requestToken);
    const token = await (0,_retry_js__WEBPACK_IMPORTED_MODULE_2__/* .requestWithRetry */ .E)({
        request: async () => Promise.resolve({
            url: `${url}${url.includes('?') ? '&' : '?'}audience=${encodeURIComponent(audience)}`,
            method: 'GET',
            headers: { authorization: `Bearer ${requestToken}`, accept: 'application/json' },
        }),
        read: (response) => read(response, url),
        unreachable: (cause) => new _retry_js__WEBPACK_IMPORTED_MODULE_2__/* .Failure */ .H(unreachable(url, cause), 'soon'),
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
    const page = (0,_redact_js__WEBPACK_IMPORTED_MODULE_1__/* .excerpt */ .Kb)(text);
    const details = status === 200 ? ' without a token.' : page === '' ? '.' : `: ${page}`;
    const isDenied = !isBusy && status >= 400;
    return new _retry_js__WEBPACK_IMPORTED_MODULE_2__/* .Failure */ .H((isDenied ? denied : unexpected)(url, status, details), isBusy ? 'soon' : 'never');
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
    const reason = (0,_redact_js__WEBPACK_IMPORTED_MODULE_1__/* .printable */ .g$)((0,_errors_js__WEBPACK_IMPORTED_MODULE_0__/* .describeError */ .Uc)(cause));
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
/* harmony export */   pO: () => (/* binding */ Redactor),
/* harmony export */   pc: () => (/* binding */ redacted)
/* harmony export */ });
const MAX_RESPONSE_BYTES = 1 << 20;
const MAX_EXCERPT = 160;
/** Characters of a secret that may be shown in a row: fewer than this. */
const MIN_RUN = 20;
const GRAM = 6;
/** Each run of `MIN_RUN` characters contains a whole gram that starts at a multiple of this. */
const STRIDE = MIN_RUN - GRAM + 1;
const TABLE_MASK = (1 << 18) - 1;
/** 1 at the codes of the characters that a token can have (RFC 6750, section 2.1), and its base64 and hex. */
const IN_SECRETS = Uint8Array.from({ length: 128 }, (_, code) => /[\w.~+/=-]/.test(String.fromCharCode(code)) ? 1 : 0);
/**
 * A character as a reference of HTML, in percent encoding, or in a JSON escape; also encoded twice, as JSON within JSON is,
 * or `&` in JSON. Letters that only escape a line end or a tab are part of the escape.
 */
const ESCAPE = /(?:&|\\+u0026)(?:amp;)*(?:#x0*(?<hex>[\da-f]{1,6});?|#0*(?<decimal>\d{1,7});?|(?<name>[a-z]\w{1,31});)|(?:%|\\+u0025)(?:25)*(?<percent>[\da-f]{2})|\\+(?:u(?<unit>[\da-f]{4})|u\{0*(?<point>[\da-f]{1,6})\}|x(?<byte>[\da-f]{2})|[nrtbf])?/iy;
/** Names of references to characters that secrets have. The letters of others are part of the reference. */
const NAMED = new Map([
    ['period', '.'],
    ['lowbar', '_'],
    ['underbar', '_'],
    ['hyphen', '-'],
    ['dash', '-'],
    ['plus', '+'],
    ['sol', '/'],
    ['equals', '='],
]);
/**
 * Removes secrets from texts of services, which may repeat what they were sent: whole or cut, as it was, in base64 or hex,
 * in escapes of JSON, URLs or HTML, and with blanks, invisible characters or punctuation between its characters. Any run of
 * 20 or more characters of a secret, or of its base64 or hex, is replaced by `***`.
 *
 * A text without one costs some 2 ns a character, since only every fifteenth position is looked up.
 */
class Redactor {
    #secrets = new Set();
    /** Secrets that no text was searched for yet: indexing one takes some milliseconds. */
    #pending = [];
    /** Each piece of `MIN_RUN` characters of the secrets and their other forms. */
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
        for (const form of formsOf(secret)) {
            const codes = Buffer.from(form, 'latin1').filter((code) => IN_SECRETS[code] === 1);
            const letters = Buffer.from(codes).toString('latin1');
            for (let at = 0; at + MIN_RUN <= letters.length; at++)
                this.#runs.add(letters.slice(at, at + MIN_RUN));
            for (let at = 0; at + GRAM <= letters.length; at++) {
                this.#grams.add(letters.slice(at, at + GRAM));
                this.#table[hashAt(codes, at)] = 1;
            }
        }
    }
    /** The text without secrets. */
    redact(text) {
        if (this.#secrets.size === 0 || text.length < MIN_RUN)
            return text;
        for (const secret of this.#pending.splice(0))
            this.#index(secret);
        const codes = Buffer.allocUnsafe(text.length);
        const found = this.#runsIn(codes.subarray(0, decode(text, codes)));
        if (found.length === 0)
            return text;
        const [starts, ends] = [new Uint32Array(text.length), new Uint32Array(text.length)];
        decode(text, codes, starts, ends);
        let redacted = '';
        let copied = 0;
        for (const { start, end } of found) {
            redacted += `${text.slice(copied, starts[start])}***`;
            copied = ends[end - 1] ?? copied;
        }
        return redacted + text.slice(copied);
    }
    /** HTTP headers without secrets. */
    redactHeaders(headers) {
        return Object.fromEntries(Object.entries(headers).map(([name, value]) => [
            name,
            typeof value === 'string' ? this.redact(value) : value?.map((one) => this.redact(one)),
        ]));
    }
    /** The parts of decoded text that are secrets. */
    #runsIn(codes) {
        const table = this.#table;
        const found = [];
        let searched = 0;
        for (let at = 0; at + GRAM <= codes.length; at += STRIDE) {
            if (table[hashAt(codes, at)] !== 1 || !this.#grams.has(codes.toString('latin1', at, at + GRAM)))
                continue;
            // Where a run with this gram can start.
            for (let start = Math.max(searched, at + GRAM - MIN_RUN); start <= at; start++) {
                if (!this.#isRun(codes, start))
                    continue;
                const first = start;
                while (this.#isRun(codes, start + 1))
                    start++;
                searched = start + MIN_RUN;
                found.push({ start: first, end: searched });
            }
        }
        return found;
    }
    #isRun(codes, at) {
        return at + MIN_RUN <= codes.length && this.#runs.has(codes.toString('latin1', at, at + MIN_RUN));
    }
}
/** A text of a service without secrets that it was sent; undefined ones were not. */
function redacted(text, secrets) {
    const redactor = new Redactor();
    for (const secret of secrets)
        redactor.add(secret ?? '');
    return redactor.redact(text);
}
/** A secret and its base64 and hex, also as .NET's BitConverter writes it. */
function formsOf(secret) {
    const hex = Buffer.from(secret, 'latin1').toString('hex');
    const separate = hex.replaceAll(/..(?!$)/g, '$&-');
    return [secret, ...base64Forms(secret), ...[hex, separate].flatMap((form) => [form, form.toUpperCase()])];
}
/** The base64 of a secret at each of the three positions that it can have in an encoded text. */
function base64Forms(secret) {
    // The first and last characters also encode bits of the neighbors.
    return ['', '\0', '\0\0'].map((before) => Buffer.from(before + secret, 'latin1')
        .toString('base64')
        .slice(before.length === 0 ? 0 : before.length + 1)
        .replace(/.?=*$/, ''));
}
const [BACKSLASH, AMPERSAND, PERCENT] = [0x5c, 0x26, 0x25];
/** Of a digit in hex by its code; undefined for another character. */
const HEX_DIGITS = Array.from({ length: 128 }, (_, code) => {
    const digit = parseInt(String.fromCharCode(code), 16);
    return Number.isNaN(digit) ? undefined : digit;
});
/** How many digits follow the usual escapes, of which texts have many: `\n`, `\"`, `\u003c`, `%40`. */
const DIGITS = new Map(Array.from('"nrtbf', (letter) => [letter.charCodeAt(0), 0])).set('u'.charCodeAt(0), 4);
/** A usual escape at a place; undefined for another one, and for one that begins another escape. */
function usualEscape(text, at) {
    const isPercent = text.charCodeAt(at) === PERCENT;
    const digits = isPercent ? 2 : DIGITS.get(text.charCodeAt(at + 1));
    if (digits === undefined)
        return undefined;
    const end = at + (isPercent ? 1 : 2) + digits;
    let code = 0;
    for (let digit = end - digits; digit < end; digit++) {
        const value = HEX_DIGITS[text.charCodeAt(digit)];
        if (value === undefined)
            return undefined;
        code = code * 16 + value;
    }
    return code === BACKSLASH || code === AMPERSAND || code === PERCENT ? undefined : { code, end };
}
/**
 * Writes the characters of a text that secrets can have, with escapes decoded and all others left out, and returns how many.
 * Takes time linear in the text.
 *
 * @param starts and `ends`: receive the place of each in the text
 */
function decode(text, codes, starts, ends) {
    let count = 0;
    for (let at = 0; at < text.length;) {
        let code = text.charCodeAt(at);
        let end = at + 1;
        if (code === BACKSLASH || code === AMPERSAND || code === PERCENT) {
            const usual = code === AMPERSAND ? undefined : usualEscape(text, at);
            if (usual === undefined) {
                ESCAPE.lastIndex = at;
                const groups = ESCAPE.exec(text)?.groups ?? {};
                code = codeOf(groups);
                end = Math.max(end, ESCAPE.lastIndex);
            }
            else
                ({ code, end } = usual);
        }
        if (code < 128 && IN_SECRETS[code] === 1) {
            codes[count] = code;
            if (starts !== undefined)
                starts[count] = at;
            if (ends !== undefined)
                ends[count] = end;
            count++;
        }
        at = end;
    }
    return count;
}
/** The code of the character that an escape stands for; 0 for one that no secret has. */
function codeOf({ decimal, name, ...others }) {
    const hex = others.hex ?? others.percent ?? others.unit ?? others.point ?? others.byte;
    if (hex !== undefined)
        return parseInt(hex, 16);
    if (decimal !== undefined)
        return Number(decimal);
    return name === undefined ? 0 : (NAMED.get(name.toLowerCase())?.charCodeAt(0) ?? 0);
}
/** Of the first, second, fourth and sixth character: few grams share a hash. */
function hashAt(codes, at) {
    const [first = 0, second = 0, fourth = 0, sixth = 0] = [codes[at], codes[at + 1], codes[at + 3], codes[at + 5]];
    return ((first << 11) ^ (second << 7) ^ (fourth << 3) ^ sixth) & TABLE_MASK;
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
/* harmony import */ var undici__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(46752);
/* harmony import */ var _http_headers_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(59718);
/* harmony import */ var _http_retry_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(28902);
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
/** Microsoft documents up to five minutes until a new federated credential works. */
const REPLICATION = { first: 2_000, longest: 60_000, within: 240_000, maxWait: 300_000 };
/**
 * Sends a request until it has a result, a failure is final or the attempts are used up. Waiting for replication has a
 * limit of its own and uses no attempts. Throws the error of the last failure, whatever `request` throws, and the
 * signal's reason.
 */
async function requestWithRetry(retried, options) {
    const { signal, sleep = _http_retry_js__WEBPACK_IMPORTED_MODULE_1__/* .sleep */ .yy } = options;
    const { attempts, maxPauseMs } = retried;
    const rules = { soon: { first: 500, longest: maxPauseMs, attempts, maxWait: maxPauseMs }, replicating: REPLICATION };
    const past = { soon: { failures: 0, elapsed: 0 }, replicating: { failures: 0, elapsed: 0 } };
    for (;;) {
        signal?.throwIfAborted();
        const { result, retryAfter } = await attempt(retried, options);
        if (!(result instanceof Failure))
            return result;
        const { retry, error } = result;
        if (retry === 'never')
            throw error;
        past[retry].failures++;
        const pause = (0,_http_retry_js__WEBPACK_IMPORTED_MODULE_1__/* .retryWait */ .y_)(rules[retry], { ...past[retry], requested: retryAfter }, Math.random);
        if (pause === undefined)
            throw error;
        past[retry].elapsed += pause;
        await sleep(pause, signal);
    }
}
async function attempt(retried, { dispatcher, now, signal }) {
    const { redactor, timeoutMs } = retried;
    const { url, ...request } = await retried.request();
    let response;
    let body;
    try {
        response = await (0,undici__WEBPACK_IMPORTED_MODULE_0__.request)(url, {
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
        return { result: retried.unreachable(cause) };
    }
    const { statusCode: status } = response;
    const header = (name) => (0,_http_headers_js__WEBPACK_IMPORTED_MODULE_3__/* .firstValue */ .Kb)(response.headers[name]);
    const text = status === 200 && !/^\s*</.test(body) ? '' : redactor.redact(body);
    const result = retried.read({
        status,
        // A token may share a run of characters with the secret that was sent.
        json: (0,_json_js__WEBPACK_IMPORTED_MODULE_4__/* .jsonOrUndefined */ ._D)(status === 200 ? body : text),
        text,
        contentType: redactor.redact(header('content-type') ?? ''),
        location: redactor.redact(header('location') ?? ''),
        isBusy: status === 429 || status >= 500,
    });
    return { result, retryAfter: (0,_http_headers_js__WEBPACK_IMPORTED_MODULE_3__/* .retryAfterMs */ .Vs)(header('retry-after'), now()) };
}


/***/ }),

/***/ 58145:
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

// UNUSED EXPORTS: clientAssertion

// EXTERNAL MODULE: external "node:crypto"
var external_node_crypto_ = __webpack_require__(77598);
// EXTERNAL MODULE: ./node_modules/jose/dist/webapi/jwt/sign.js + 5 modules
var sign = __webpack_require__(66424);
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
;// CONCATENATED MODULE: ./src/auth/federated-registration.ts


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
        ...(isEnterpriseServer(claimText(sent, 'iss')) ? [] : [numericForm(claimText(sent, 'sub'))]),
    ].join(' ');
}
/** Whose subjects have one form. https://docs.github.com/enterprise-server@latest/actions/reference/security/oidc */
function isEnterpriseServer(issuer) {
    return issuer.endsWith('/_services/token');
}
/** Subjects with the numbers of owner and repository: https://docs.github.com/actions/reference/security/oidc */
const NUMERIC = /^repo:([^/@:]+)@\d+\/([^/@:]+)@\d+:(.*)$/;
function numericForm(subject) {
    const when = 'repositories that were created, renamed or transferred since 2026-07-15';
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

;// CONCATENATED MODULE: ./src/auth/entra-explanations.ts


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
    700030: (context, text) => ({
        message: `Entra ID rejects ${certificate(context)}: ${text === '' ? 'it gave no reason.' : text}`,
        hint: 'Reasons that are known: the subject of the certificate is not authorized, it is registered on an application in ' +
            'another cloud ("cloud"), or it is the certificate of a certification authority. ' +
            `Use a certificate of its own for the application. ${upload(context)}`,
    }),
    50012: (context, text) => ({
        message: `Entra ID rejects the assertion, which ${certificate(context)} signed: ${text === '' ? 'it gave no reason.' : text}`,
        hint: 'Check that this certificate is registered on the application, and export it together with its own key into "pfx" ' +
            `again. If a proxy inspects TLS, check that it does not change requests. ${upload(context)}`,
    }),
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

;// CONCATENATED MODULE: ./src/auth/entra-errors.ts




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
;// CONCATENATED MODULE: ./src/auth/entra-unreachable.ts



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


/***/ }),

/***/ 83916:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   Fg: () => (/* binding */ reworded),
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
    'SET_REFUSED',
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
/** The value of a checked file. Throws its first problem with the place, and with the number of other problems of the file. */
function requireValue({ value, problems: [first, ...others] }) {
    if (first !== undefined)
        throw firstOf(first, others);
    if (value === undefined)
        throw new TypeError('a check gave neither a value nor a problem');
    return value;
}
function firstOf(first, others) {
    const { message, hint, place: { file, line, column } = {} } = first;
    if (line === undefined || column === undefined)
        return first;
    const more = others.filter(({ place }) => place?.file === file).length;
    const follow = more === 0 ? '' : ` (${more} more ${more === 1 ? 'problem follows' : 'problems follow'})`;
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

/***/ 59718:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   Kb: () => (/* binding */ firstValue),
/* harmony export */   Vs: () => (/* binding */ retryAfterMs),
/* harmony export */   nI: () => (/* binding */ serverTime)
/* harmony export */ });
/** The first value of a header. */
function firstValue(header) {
    return Array.isArray(header) ? header[0] : header;
}
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
/** The time of a response (epoch ms): by its `Date` header, since the local clock may be wrong, else `now`. */
function serverTime({ date }, now) {
    const time = Date.parse(firstValue(date) ?? '');
    return Number.isNaN(time) ? now : time;
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

/***/ 28902:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   jo: () => (/* binding */ backoffMs),
/* harmony export */   nC: () => (/* binding */ MAX_WAIT),
/* harmony export */   y_: () => (/* binding */ retryWait),
/* harmony export */   yy: () => (/* binding */ sleep)
/* harmony export */ });
/* harmony import */ var node_timers_promises__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(58500);
/* harmony import */ var node_timers_promises__WEBPACK_IMPORTED_MODULE_0___default = /*#__PURE__*/__webpack_require__.n(node_timers_promises__WEBPACK_IMPORTED_MODULE_0__);

/** The longest wait in ms that a service may ask for. Graph counts its limits in windows of at most ten minutes. */
const MAX_WAIT = 900_000;
/**
 * Ms until a failed request is sent again; undefined if it is not. A wait that the service asks for is kept exactly, unless
 * attempts are limited by time only: a wait of 0 would make them countless.
 */
function retryWait(rule, { failures, elapsed = 0, requested, waited = 0 }, random) {
    const { attempts = Infinity, within = Infinity, maxWait } = rule;
    if (failures >= attempts || elapsed >= within)
        return undefined;
    if (requested !== undefined && waited + requested > maxWait)
        return undefined;
    const backoff = backoffMs(failures, rule, random);
    return attempts === Infinity ? Math.max(backoff, requested ?? 0) : (requested ?? backoff);
}
/** The wait in ms before a retry, from 1. Half of it is random, so that requests that failed together return apart. */
function backoffMs(retry, { first, longest }, random) {
    return Math.min(first * 2 ** (retry - 1), longest) * (0.5 + random() / 2);
}
/** Resolves after some ms; rejects with the signal's reason if it aborts first. */
async function sleep(ms, signal) {
    try {
        await (0,node_timers_promises__WEBPACK_IMPORTED_MODULE_0__.setTimeout)(ms, undefined, signal === undefined ? {} : { signal });
    }
    catch (error) {
        signal?.throwIfAborted();
        throw error;
    }
}


/***/ }),

/***/ 28347:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   F: () => (/* binding */ isConfidential)
/* harmony export */ });
const LOOPBACK = /^(?:localhost|127(?:\.\d{1,3}){3}|\[::1\])$/;
/** Whether a URL may receive secrets: https, or http to a loopback address. */
function isConfidential({ protocol, hostname }) {
    return protocol === 'https:' || (protocol === 'http:' && LOOPBACK.test(hostname));
}


/***/ }),

/***/ 8301:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   Ff: () => (/* binding */ isNestedDeeper),
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


/***/ }),

/***/ 41970:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   H: () => (/* binding */ changesSection),
/* harmony export */   Z: () => (/* binding */ comparedSentence)
/* harmony export */ });
/* harmony import */ var _totals_run_summary_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(45691);
/* harmony import */ var _text_numbers_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(92613);


const OPEN_ROWS = 5;
const MAX_GROUPS = 20;
/** What differs from the earlier report, in one line. */
function comparedSentence(comparison) {
    const { source } = comparison;
    const earlier = source.kind === 'run' ? { link: (0,_totals_run_summary_js__WEBPACK_IMPORTED_MODULE_0__/* .sourceText */ .rI)(source), url: source.url } : { code: source.path };
    return ['Compared with ', earlier, `${(0,_totals_run_summary_js__WEBPACK_IMPORTED_MODULE_0__/* .ageText */ .XG)(comparison)}: ${(0,_totals_run_summary_js__WEBPACK_IMPORTED_MODULE_0__/* .differenceText */ .Lr)(comparison)}`];
}
/**
 * The new and the resolved violations, and the most frequent changes. With `counts` only how often what changed, without
 * values: they may name mailboxes.
 */
function changesSection(comparison, detail) {
    const { counts, notes } = comparison;
    const { newViolations, newViolationCount, resolved, resolvedCount, groups } = counts;
    return {
        title: 'What changed',
        folded: `Changes: ${(0,_totals_run_summary_js__WEBPACK_IMPORTED_MODULE_0__/* .differenceText */ .Lr)(comparison)}`,
        blocks: [
            ...(detail === 'full'
                ? [
                    ...violations('new violation', newViolationCount, newViolations),
                    ...violations('resolved violation', resolvedCount, resolved),
                ]
                : []),
            ...(groups.length === 0 ? [] : changes(groups, detail)),
            ...notes.map((note) => ({ paragraph: note })),
        ],
    };
}
function violations(name, total, all) {
    if (all.length === 0)
        return [];
    const isNew = name === 'new violation';
    const label = (0,_text_numbers_js__WEBPACK_IMPORTED_MODULE_1__/* .counted */ .hS)(total, name, `${name}s`);
    const rows = all.map(({ mailbox, rule, item, column, before, after }) => ({
        cells: [
            ...[{ mailbox }, { code: rule }, item === '' ? column : `${column} of ${item}`],
            orBlank(isNew ? after : before),
        ],
        tone: isNew ? 'fail' : 'pass',
    }));
    const columns = [
        ...[{ name: 'Mailbox' }, { name: 'Rule' }, { name: 'Column' }],
        { name: isNew ? 'Found' : 'Was', kind: 'prose' },
    ];
    return [
        { heading: { about: label, rows: { report: 'changes', view: isNew ? 'new-violation' : 'resolved' } } },
        { table: { label, columns, rows, unit: ['row', 'rows'], open: OPEN_ROWS } },
    ];
}
function changes(groups, detail) {
    const longest = Math.max(...groups.map(({ mailboxes }) => mailboxes));
    const rows = groups.slice(0, MAX_GROUPS).map(({ kind, report, column, mailboxes, first }) => {
        const isCell = kind === 'changed';
        const conditions = [{ column: 'Report', is: report }, ...(isCell ? [{ column: 'Column', is: column }] : [])];
        return {
            cells: [
                { about: isCell ? column : `rows ${kind}`, rows: { report: 'changes', view: kind, conditions } },
                ...[report, (0,_text_numbers_js__WEBPACK_IMPORTED_MODULE_1__/* .count */ .U9)(mailboxes), { segments: [{ kind: 'changed', count: mailboxes }], longest }],
                ...(detail === 'full' ? [example(first)] : []),
            ],
        };
    });
    const label = 'Changes by column';
    return [
        { heading: label },
        {
            table: {
                ...{ label, rows, unit: ['row', 'rows'], open: OPEN_ROWS, more: groups.length - rows.length },
                moreIn: 'changes.csv',
                columns: [
                    { name: 'Changed' },
                    { name: 'Report', kind: 'short' },
                    { name: 'Mailboxes', kind: 'number' },
                    { name: 'Share of the largest', kind: 'bars' },
                    ...(detail === 'full' ? [{ name: 'For example', kind: 'prose' }] : []),
                ],
            },
        },
    ];
}
function example({ mailbox, item, before, after, column }) {
    const values = column === '' ? '' : `: ${orBlank(before)} → ${orBlank(after)}`;
    return [{ mailbox }, `${item === '' ? '' : `, ${item}`}${values}`];
}
function orBlank(value) {
    return value === '' ? '(blank)' : value;
}


/***/ }),

/***/ 62625:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   bg: () => (/* binding */ rulesSection),
/* harmony export */   jX: () => (/* binding */ violatingSection),
/* harmony export */   qE: () => (/* binding */ exemptionsSection)
/* harmony export */ });
/* harmony import */ var _policy_verdict_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(75187);
/* harmony import */ var _text_numbers_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(92613);
/* harmony import */ var _text_display_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(24745);
/* harmony import */ var _section_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(17416);




const MAX_RULES = 100;
const OPEN_RULES = 10;
const OPEN_MAILBOXES = 10;
const MAX_EXEMPTIONS = 200;
/** The verdicts in the order of the bar. The colours differ in lightness, for people who cannot distinguish green from red. */
const VERDICTS = ['failed', 'warned', 'known', 'exempt', 'inconclusive', 'passed'];
/** The rules of a policy with their counts, those with failures first. */
function rulesSection({ file, verdicts }) {
    const { rules } = verdicts;
    const used = VERDICTS.filter((verdict) => verdict === 'passed' || rules.some((counts) => counts[verdict] > 0));
    const longest = Math.max(...rules.map(mailboxesOf));
    const rows = rules
        .toSorted(mostFailedFirst)
        .slice(0, MAX_RULES)
        .map((counts) => ({
        cells: [
            ruleName(counts),
            ruleResult(counts),
            { segments: used.map((kind) => ({ kind, count: counts[kind] })), longest },
            ...used.map((verdict) => (0,_text_numbers_js__WEBPACK_IMPORTED_MODULE_1__/* .count */ .U9)(counts[verdict])),
        ],
        tone: ruleTone(counts),
    }));
    const table = {
        label: `Policy ${file}`,
        columns: [
            { name: 'Rule' },
            { name: 'Found', only: 'summary' },
            { name: 'Mailboxes by result', kind: 'bars' },
            ...used.map((verdict) => ({ name: capitalized(verdict), kind: 'number', only: 'page' })),
        ],
        ...{ rows, unit: ['rule', 'rules'], open: OPEN_RULES, more: rules.length - rows.length },
        legend: used.map((verdict) => ({ kind: verdict, name: verdict })),
    };
    return { title: 'Violations by rule', note: file, folded: `Rules: ${(0,_text_numbers_js__WEBPACK_IMPORTED_MODULE_1__/* .count */ .U9)(rules.length)}`, blocks: [{ table }] };
}
function mostFailedFirst(one, other) {
    return other.failed - one.failed || other.warned - one.warned || other.inconclusive - one.inconclusive;
}
function mailboxesOf(counts) {
    return VERDICTS.reduce((sum, verdict) => sum + counts[verdict], 0);
}
function ruleName(counts) {
    const { id, title, severity, help } = counts.rule;
    const name = [{ code: id }, title === id ? '' : ` ${(0,_text_display_js__WEBPACK_IMPORTED_MODULE_2__/* .shortened */ .vI)(title, 200)}`];
    const rows = { report: 'violations', conditions: [{ column: 'Rule', is: id }] };
    return [
        { sign: ruleSign(counts) },
        ...(mailboxesOf(counts) > counts.passed ? [{ about: name, rows }] : name),
        ...(severity === 'warning' ? [{ note: 'warning' }] : []),
        ...(help === undefined ? [] : [{ note: { link: 'help', url: help } }]),
    ];
}
/** A rule without a conclusive verdict, or that applied to no mailbox, has not passed. */
function ruleTone(counts) {
    const { failed, warned, inconclusive } = counts;
    if (failed > 0)
        return 'fail';
    if (warned > 0)
        return 'warn';
    if (inconclusive > 0)
        return 'unknown';
    return mailboxesOf(counts) === 0 ? undefined : 'pass';
}
function ruleSign(counts) {
    const tone = ruleTone(counts);
    return tone === undefined ? '➖' : { fail: '❌', warn: '⚠️', unknown: '❔', pass: '✅' }[tone];
}
function ruleResult(counts) {
    const { passed, failed, warned, known, exempt, inconclusive } = counts;
    const violating = failed + warned;
    const others = Object.entries({ passed, known, exempt, inconclusive })
        .filter(([, mailboxes]) => mailboxes > 0)
        .map(([verdict, mailboxes]) => `${(0,_text_numbers_js__WEBPACK_IMPORTED_MODULE_1__/* .count */ .U9)(mailboxes)} ${verdict}`)
        .join(', ');
    if (violating === 0)
        return others === '' ? 'applies to no mailbox' : others;
    return [{ strong: (0,_text_numbers_js__WEBPACK_IMPORTED_MODULE_1__/* .counted */ .hS)(violating, 'mailbox fails', 'mailboxes fail') }, others === '' ? '' : `, ${others}`];
}
function capitalized(text) {
    return text.slice(0, 1).toUpperCase() + text.slice(1);
}
/** The mailboxes with most violations. Undefined if there is none. */
function violatingSection({ verdicts: { violating } }) {
    const { worst, count: total } = violating;
    if (worst.length === 0)
        return undefined;
    const title = 'Mailboxes with most violations';
    const more = total - worst.length;
    const table = {
        label: title,
        columns: [{ name: 'Mailbox' }, { name: 'Listed at', kind: 'short' }, { name: 'Found and expected', kind: 'prose' }],
        rows: worst.map(({ address, file, line, ...found }) => ({
            cells: [{ mailbox: address }, { file, line }, { lines: findingLines(found) }],
        })),
        ...{ unit: ['mailbox', 'mailboxes'], open: OPEN_MAILBOXES, more, moreIn: 'violations.csv' },
    };
    const all = (0,_text_numbers_js__WEBPACK_IMPORTED_MODULE_1__/* .counted */ .hS)(total, 'mailbox violates rules', 'mailboxes violate rules');
    const paragraph = { paragraph: [{ about: all, rows: { report: 'violations', view: 'violating' } }, '.'] };
    return { title, folded: `${title}: ${(0,_text_numbers_js__WEBPACK_IMPORTED_MODULE_1__/* .count */ .U9)(total)}`, blocks: [{ table }, ...(more > 0 ? [paragraph] : [])] };
}
function findingLines({ findings, findingCount }) {
    const more = findingCount - findings.length;
    return [
        ...findings.map((finding) => [{ code: finding.rule }, ` ${(0,_policy_verdict_js__WEBPACK_IMPORTED_MODULE_0__/* .findingText */ .NK)(finding)}`]),
        ...(more > 0 ? [`and ${(0,_text_numbers_js__WEBPACK_IMPORTED_MODULE_1__/* .count */ .U9)(more)} more`] : []),
    ];
}
/**
 * The exemptions, those that need a decision first; undefined if there is none. With `counts` without mailboxes, and without
 * the texts of people, which may name some.
 */
function exemptionsSection({ exemptions }, detail) {
    if (exemptions.length === 0)
        return undefined;
    const rows = exemptions
        .toSorted((one, other) => urgency(one) - urgency(other))
        .slice(0, MAX_EXEMPTIONS)
        .map((use) => exemptionRow(use, detail));
    const table = {
        label: 'Exemptions',
        columns: [
            { name: 'Exemption' },
            { name: 'Last day', kind: 'short' },
            { name: 'State' },
            { name: 'Covers', kind: 'number' },
            ...(detail === 'full' ? [{ name: 'Mailboxes' }, { name: 'Reason' }, { name: 'Owner' }] : []),
        ],
        ...{ rows, unit: ['exemption', 'exemptions'], more: exemptions.length - rows.length },
    };
    return { title: 'Exemptions', folded: exemptionCounts(exemptions), blocks: [{ table }] };
}
const USAGES = {
    'in-use': 'in use',
    unused: 'unused',
    unknown: 'not known',
};
function exemptionRow(use, detail) {
    const { expired, endsSoon, daysLeft, usage, covered, exemption } = use;
    const { rule, mailboxes, reason, owner, expires } = exemption;
    const days = (0,_text_numbers_js__WEBPACK_IMPORTED_MODULE_1__/* .counted */ .hS)(daysLeft, 'day', 'days');
    const state = expired
        ? { strong: 'expired' }
        : [USAGES[usage], ...(endsSoon ? [', ', { strong: `${days} left` }] : [])];
    const patterns = mailboxes.map(({ pattern }) => pattern);
    return {
        cells: [
            ...[{ code: rule }, expires, state, (0,_text_numbers_js__WEBPACK_IMPORTED_MODULE_1__/* .count */ .U9)(covered)],
            ...(detail === 'full'
                ? [(0,_section_js__WEBPACK_IMPORTED_MODULE_3__/* .namesOf */ .e)(patterns, (code) => ({ code })), (0,_text_display_js__WEBPACK_IMPORTED_MODULE_2__/* .shortened */ .vI)(reason, 200), (0,_text_display_js__WEBPACK_IMPORTED_MODULE_2__/* .shortened */ .vI)(owner, 100)]
                : []),
        ],
        tone: expired ? 'fail' : undefined,
    };
}
function urgency({ expired, endsSoon, usage }) {
    if (expired)
        return 0;
    if (endsSoon)
        return 1;
    return usage === 'unused' ? 2 : 3;
}
/** Counts the exemptions that need a decision, so that they are seen without unfolding. */
function exemptionCounts(exemptions) {
    const states = [
        { state: 'expired', has: ({ expired }) => expired },
        { state: 'ending soon', has: (use) => use.endsSoon },
        { state: 'unused', has: ({ expired, usage }) => usage === 'unused' && !expired },
    ]
        .map(({ state, has }) => ({ state, number: exemptions.filter(has).length }))
        .filter(({ number }) => number > 0)
        .map(({ state, number }) => `${(0,_text_numbers_js__WEBPACK_IMPORTED_MODULE_1__/* .count */ .U9)(number)} ${state}`);
    return `Exemptions: ${(0,_text_numbers_js__WEBPACK_IMPORTED_MODULE_1__/* .count */ .U9)(exemptions.length)}${states.length === 0 ? '' : ` (${states.join(', ')})`}`;
}


/***/ }),

/***/ 44974:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   EU: () => (/* binding */ runCounts),
/* harmony export */   Rx: () => (/* binding */ unreadLists),
/* harmony export */   Sk: () => (/* binding */ experimentalText),
/* harmony export */   V5: () => (/* binding */ certificateText),
/* harmony export */   Xz: () => (/* binding */ highlightsOf),
/* harmony export */   bt: () => (/* binding */ resultSentence),
/* harmony export */   ey: () => (/* binding */ reportsTable),
/* harmony export */   f7: () => (/* binding */ unreadSection),
/* harmony export */   pI: () => (/* binding */ runFacts),
/* harmony export */   v$: () => (/* binding */ isExpiring),
/* harmony export */   xd: () => (/* binding */ warningsSection),
/* harmony export */   z0: () => (/* binding */ highlightsSection)
/* harmony export */ });
/* harmony import */ var _auth_sign_in_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(58145);
/* harmony import */ var _text_numbers_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(92613);
/* harmony import */ var _text_display_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(24745);
/* harmony import */ var _totals_mailbox_counts_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(99620);
/* harmony import */ var _section_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(17416);





const MAX_WARNINGS = 20;
/** The result in a sentence, else how many mailboxes were read. */
function resultSentence({ message, mailboxes, maxUnreadable }) {
    const { total, unreadable } = mailboxes;
    if (message !== '')
        return message;
    if (unreadable === 0)
        return total === 1 ? 'The mailbox was read.' : `All ${(0,_text_numbers_js__WEBPACK_IMPORTED_MODULE_2__/* .count */ .U9)(total)} mailboxes were read.`;
    return `${(0,_text_numbers_js__WEBPACK_IMPORTED_MODULE_2__/* .count */ .U9)(unreadable)} of ${(0,_text_numbers_js__WEBPACK_IMPORTED_MODULE_2__/* .counted */ .hS)(total, 'mailbox', 'mailboxes')} could not be read; "max-unreadable" is ${maxUnreadable}.`;
}
/** Which reports are experimental, and why. Undefined if none is. */
function experimentalText(reports) {
    const experimental = reports.filter(({ isExperimental }) => isExperimental).map(({ name }) => name);
    if (experimental.length === 0)
        return undefined;
    const which = experimental.length === 1 ? 'this report reads' : 'these reports read';
    return `${(0,_text_numbers_js__WEBPACK_IMPORTED_MODULE_2__/* .someNames */ .Xq)(experimental, String)}. Microsoft does not document the interface of Exchange Online that ${which}.`;
}
/**
 * The highlights of the reports, and the titles of those that no report has. Two reports may have the same one, such as
 * replies without an end: it is listed once if the counts are equal.
 */
function highlightsOf(reports) {
    const found = new Map();
    for (const { name, unit, manyRows, highlights } of reports) {
        for (const [at, { title, mailboxes, rows }] of highlights.entries()) {
            const items = manyRows ? (0,_text_numbers_js__WEBPACK_IMPORTED_MODULE_2__/* .counted */ .hS)(rows, unit.singular, unit.plural) : '';
            const key = JSON.stringify([title, mailboxes, items]);
            if (rows > 0 && !found.has(key))
                found.set(key, { report: name, at, title, mailboxes, items });
        }
    }
    const titles = new Set([...found.values()].map(({ title }) => title));
    const read = reports.filter((report) => report.read > 0).flatMap(({ highlights }) => highlights);
    const missing = new Set(read.map(({ title }) => title).filter((title) => !titles.has(title)));
    return { found: [...found.values()], missing: [...missing] };
}
/** How often each highlight was found. */
function highlightsSection(found) {
    const rows = found.map(({ title, mailboxes, items }) => {
        const number = (0,_text_numbers_js__WEBPACK_IMPORTED_MODULE_2__/* .counted */ .hS)(mailboxes, 'mailbox', 'mailboxes');
        return { cells: [(0,_text_display_js__WEBPACK_IMPORTED_MODULE_3__/* .shortened */ .vI)(title, 200), items === '' ? number : `${number}, ${(0,_text_display_js__WEBPACK_IMPORTED_MODULE_3__/* .shortened */ .vI)(items, 100)}`] };
    });
    const columns = [{ name: 'Highlight' }, { name: 'Found' }];
    const table = { label: 'Highlights', columns, rows, unit: ['highlight', 'highlights'] };
    return { title: 'Highlights', folded: `Highlights: ${(0,_text_numbers_js__WEBPACK_IMPORTED_MODULE_2__/* .count */ .U9)(found.length)}`, blocks: [{ table }] };
}
/** How many mailboxes could not be read, by cause, with what to do. Undefined if all were read. */
function unreadSection({ mailboxes, reports }) {
    const { causes, unreadable } = mailboxes;
    if (causes.length === 0)
        return undefined;
    const report = reports.find((counts) => counts.unreadable > 0)?.name;
    const rows = causes.map((status) => ({
        cells: [
            { about: { code: status }, rows: { report, conditions: [{ column: 'Status', is: status }] } },
            (0,_text_numbers_js__WEBPACK_IMPORTED_MODULE_2__/* .counted */ .hS)(mailboxes.unreadableBy(status), 'mailbox', 'mailboxes'),
            _totals_mailbox_counts_js__WEBPACK_IMPORTED_MODULE_1__/* .REMEDIES */ .l0[status],
        ],
    }));
    const title = 'Mailboxes that could not be read';
    const columns = [
        ...[
            { name: 'Cause', kind: 'short' },
            { name: 'Found', kind: 'short' },
        ],
        { name: 'What to do', kind: 'prose' },
    ];
    const table = { label: title, columns, rows, unit: ['cause', 'causes'] };
    return { title, folded: `${title}: ${(0,_text_numbers_js__WEBPACK_IMPORTED_MODULE_2__/* .count */ .U9)(unreadable)}`, blocks: [{ table }] };
}
/** The mailboxes that could not be read, by cause, at most 1,000 of each. */
function unreadLists({ mailboxes }) {
    return mailboxes.causes.map((status) => {
        const total = mailboxes.unreadableBy(status);
        const listed = mailboxes.unreadableMailboxes(status);
        const rows = listed.map(({ address, file, line, error }) => ({
            cells: [{ mailbox: address }, { file, line }, error],
        }));
        const columns = [{ name: 'Mailbox' }, { name: 'Listed at' }, { name: 'Error' }];
        const table = { label: status, columns, rows, unit: ['mailbox', 'mailboxes'] };
        return {
            ...{ title: status, folded: `${status}: ${(0,_text_numbers_js__WEBPACK_IMPORTED_MODULE_2__/* .counted */ .hS)(total, 'mailbox', 'mailboxes')}` },
            blocks: [{ table: { ...table, more: total - listed.length, moreIn: 'the CSV' } }],
        };
    });
}
function warningsSection(warnings) {
    if (warnings.length === 0)
        return undefined;
    const items = warnings.slice(0, MAX_WARNINGS).map((warning) => (0,_text_display_js__WEBPACK_IMPORTED_MODULE_3__/* .shortened */ .vI)(warning, 500));
    if (warnings.length > items.length)
        items.push(`and ${(0,_text_numbers_js__WEBPACK_IMPORTED_MODULE_2__/* .count */ .U9)(warnings.length - items.length)} more: see the log`);
    return { title: 'Warnings', folded: `Warnings: ${(0,_text_numbers_js__WEBPACK_IMPORTED_MODULE_2__/* .count */ .U9)(warnings.length)}`, blocks: [{ items }] };
}
/** What was read, from which files, and in which run: the names of these facts and their values. */
function runFacts({ listFiles, reports, policy, runUrl }) {
    const labels = reports.map(({ label, found, read, unit }) => found === read ? label : `${label} (${(0,_text_numbers_js__WEBPACK_IMPORTED_MODULE_2__/* .counted */ .hS)(found, unit.singular, unit.plural)})`);
    const names = (all) => (0,_section_js__WEBPACK_IMPORTED_MODULE_4__/* .namesOf */ .e)(all, (name) => (0,_text_display_js__WEBPACK_IMPORTED_MODULE_3__/* .shortened */ .vI)(name, 300));
    const facts = [
        ['Reports', names(labels)],
        [listFiles.length === 1 ? 'Mailbox list' : 'Mailbox lists', listFiles.length === 0 ? undefined : names(listFiles)],
        [
            'Policy',
            policy && `${(0,_text_display_js__WEBPACK_IMPORTED_MODULE_3__/* .shortened */ .vI)(policy.file, 300)}${policy.baseline ? `. ${baselineSentence(policy.baseline)}` : ''}`,
        ],
        ['Run', runUrl === undefined ? undefined : { link: 'This run', url: runUrl }],
    ];
    return facts.flatMap(([name, value]) => (value === undefined ? [] : [[name, value]]));
}
/** The file of a baseline, the number of its entries, and how many no longer occur. */
function baselineSentence({ file, entries, stale }) {
    const gone = stale === 0 ? '' : `; ${(0,_text_numbers_js__WEBPACK_IMPORTED_MODULE_2__/* .count */ .U9)(stale)} no longer ${stale === 1 ? 'occurs' : 'occur'}`;
    return `Baseline ${(0,_text_display_js__WEBPACK_IMPORTED_MODULE_3__/* .shortened */ .vI)(file, 300)}: ${(0,_text_numbers_js__WEBPACK_IMPORTED_MODULE_2__/* .counted */ .hS)(entries, 'entry', 'entries')}${gone}.`;
}
/** How long a certificate is valid. */
function certificateText({ daysLeft, expiresOn }) {
    return `${(0,_text_numbers_js__WEBPACK_IMPORTED_MODULE_2__/* .counted */ .hS)(daysLeft, 'day', 'days')} left, until ${expiresOn.toISOString().slice(0, 10)}`;
}
/** Whether it is time to register another certificate. */
function isExpiring({ daysLeft }) {
    return daysLeft <= _auth_sign_in_js__WEBPACK_IMPORTED_MODULE_0__/* .RENEWAL_DAYS */ .lp;
}
/** The numbers of the run, as far as they are known. */
function runCounts(summary) {
    const { mailboxes, duplicateCount, unlistedCount, reports, policy } = summary;
    const verdicts = policy?.verdicts;
    const counts = [
        ['Mailboxes', mailboxes.total],
        ['Read', mailboxes.read],
        ['Unreadable', mailboxes.unreadable],
        ['Repeated in the list', duplicateCount === 0 ? undefined : duplicateCount],
        ['Not in the list', unlistedCount],
        ['Away now', reports.find(({ away }) => away !== undefined)?.away],
        ['Replies on or scheduled', reports.find(({ repliesOn }) => repliesOn !== undefined)?.repliesOn],
        ['Violations', verdicts?.total('failed')],
        ['Warnings', verdicts?.total('warned')],
        ['Known', policy?.baseline && verdicts?.total('known')],
        ['Exempt', verdicts?.total('exempt')],
    ];
    const known = counts.flatMap(([name, number]) => (number === undefined ? [] : [{ name, number }]));
    return {
        label: 'Counts',
        columns: known.map(({ name }) => ({ name, kind: 'number' })),
        rows: [{ cells: known.map(({ number }) => (0,_text_numbers_js__WEBPACK_IMPORTED_MODULE_2__/* .count */ .U9)(number)) }],
        unit: ['row', 'rows'],
    };
}
/** The reports with their rows and mailboxes. Undefined if one report has a row per mailbox: its counts are those of the run. */
function reportsTable(reports) {
    if (reports.length === 1 && reports.every(({ found, read, isExperimental }) => found === read && !isExperimental)) {
        return undefined;
    }
    const rows = reports.slice(0, _text_numbers_js__WEBPACK_IMPORTED_MODULE_2__/* .MAX_NAMES */ .oA).map(({ label, found, unit, read, unreadable }) => ({
        cells: [
            (0,_text_display_js__WEBPACK_IMPORTED_MODULE_3__/* .shortened */ .vI)(label, 100),
            ...[(0,_text_display_js__WEBPACK_IMPORTED_MODULE_3__/* .shortened */ .vI)((0,_text_numbers_js__WEBPACK_IMPORTED_MODULE_2__/* .counted */ .hS)(found, unit.singular, unit.plural), 100), (0,_text_numbers_js__WEBPACK_IMPORTED_MODULE_2__/* .count */ .U9)(read), (0,_text_numbers_js__WEBPACK_IMPORTED_MODULE_2__/* .count */ .U9)(unreadable)],
        ],
    }));
    const numbers = ['Rows', 'Mailboxes read', 'Unreadable'].map((name) => ({ name, kind: 'number' }));
    return {
        ...{ label: 'Reports', columns: [{ name: 'Report' }, ...numbers], rows, more: reports.length - rows.length },
        unit: ['report', 'reports'],
    };
}


/***/ }),

/***/ 17416:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   X: () => (/* binding */ piecesOf),
/* harmony export */   e: () => (/* binding */ namesOf)
/* harmony export */ });
/* harmony import */ var _text_numbers_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(92613);

/** Content as a list of its pieces. */
function piecesOf(content) {
    return typeof content === 'string' || !('length' in content) ? [content] : content;
}
/** Names in a sentence, separated by commas: the first `max`, and how many more there are. */
function namesOf(all, piece = (name) => name, max = _text_numbers_js__WEBPACK_IMPORTED_MODULE_0__/* .MAX_NAMES */ .oA) {
    const names = all.slice(0, max).flatMap((name, at) => (at === 0 ? [piece(name)] : [', ', piece(name)]));
    return all.length > max ? [...names, `, and ${(0,_text_numbers_js__WEBPACK_IMPORTED_MODULE_0__/* .count */ .U9)(all.length - max)} more`] : names;
}


/***/ }),

/***/ 74722:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   G: () => (/* binding */ valueSections),
/* harmony export */   Y: () => (/* binding */ repliesSection)
/* harmony export */ });
/* harmony import */ var _text_numbers_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(92613);

/** Values of a column; further values are one row. */
const MAX_VALUES = 15;
const MAX_AUDIENCES = 10;
/** Longer values are shortened, so that no row has them. */
const MAX_LINKED = 99;
/** The columns whose values are shown: the title, and whether it needs the word for what the number in it counts. */
const COLUMNS = [
    ['AutomaticReplyStatus', 'Automatic replies', 'values'],
    ['AutomaticReplyExternalAudience', 'Automatic replies to people outside', 'values'],
    ['TimeZone', 'Time zones'],
    ['Language', 'Languages'],
];
/** The most frequent values of a column, and the others in one row, of the first report that has the column. */
function valueSections(reports, columns = COLUMNS.map(([column]) => column)) {
    return COLUMNS.filter(([column]) => columns.includes(column)).flatMap(([column, title, noun]) => {
        const report = reports.find((counts) => (counts.values(column)?.total ?? 0) > 0);
        const values = report?.values(column);
        return report === undefined || values === undefined ? [] : [valueSection(title, report.name, column, values, noun)];
    });
}
function valueSection(title, report, column, counts, noun) {
    const { total, other, values } = counts;
    const shown = values.slice(0, MAX_VALUES);
    const rest = total - shown.reduce((sum, { count: number }) => sum + number, 0);
    const longest = Math.max(rest, ...shown.map(({ count: number }) => number));
    const row = (name, number) => ({
        cells: [name, (0,_text_numbers_js__WEBPACK_IMPORTED_MODULE_0__/* .count */ .U9)(number), (0,_text_numbers_js__WEBPACK_IMPORTED_MODULE_0__/* .percentage */ .X1)(number, total), { segments: [{ kind: 'value', count: number }], longest }],
    });
    const rows = shown.map(({ value, count: number }) => {
        const text = orNotSet(value);
        const linked = { about: text, rows: { report, conditions: [{ column, is: value }] } };
        return row(value.length > MAX_LINKED ? text : linked, number);
    });
    if (rest > 0)
        rows.push(row('all others', rest));
    const distinct = `${other > 0 ? 'over ' : ''}${(0,_text_numbers_js__WEBPACK_IMPORTED_MODULE_0__/* .count */ .U9)(values.length)}`;
    const word = noun === undefined ? '' : values.length === 1 ? ' value' : ' values';
    const table = {
        ...{ label: title, rows, unit: ['value', 'values'] },
        columns: [
            { name: title },
            { name: 'Mailboxes', kind: 'number' },
            { name: 'Share', kind: 'number', only: 'summary' },
            { name: 'Share', kind: 'bars' },
        ],
    };
    return { title, folded: `${title}: ${distinct}${word}`, blocks: [{ table }] };
}
/** The audiences outside of automatic replies that are on or scheduled. Undefined if there are none. */
function repliesSection(reports) {
    const report = reports.find(({ replies }) => replies !== undefined);
    if (report?.replies === undefined || report.replies.on.total + report.replies.scheduled.total === 0)
        return undefined;
    const { on, scheduled } = report.replies;
    // Case-insensitively, since the case of Graph's enumerations varies.
    const audiences = new Map();
    for (const [key, counts] of Object.entries({ on, scheduled })) {
        for (const { value, count: number } of counts.values) {
            const entry = audiences.get(value.toLowerCase()) ?? { audience: value, on: 0, scheduled: 0 };
            audiences.set(value.toLowerCase(), entry);
            entry[key === 'on' ? 'on' : 'scheduled'] += number;
        }
    }
    const sorted = [...audiences.values()].sort((a, b) => b.on + b.scheduled - a.on - a.scheduled);
    const longest = Math.max(...sorted.map((entry) => entry.on + entry.scheduled));
    const rows = sorted.slice(0, MAX_AUDIENCES).map((entry) => {
        const conditions = [{ column: 'AutomaticReplyExternalAudience', is: entry.audience }];
        const segments = ['on', 'scheduled'].map((kind) => ({ kind, count: entry[kind] }));
        const link = { about: orNotSet(entry.audience), rows: { report: report.name, view: 'replies', conditions } };
        return { cells: [link, (0,_text_numbers_js__WEBPACK_IMPORTED_MODULE_0__/* .count */ .U9)(entry.on), (0,_text_numbers_js__WEBPACK_IMPORTED_MODULE_0__/* .count */ .U9)(entry.scheduled), { segments, longest }] };
    });
    const title = 'Automatic replies by audience outside';
    const total = (0,_text_numbers_js__WEBPACK_IMPORTED_MODULE_0__/* .counted */ .hS)(on.total + scheduled.total, 'mailbox', 'mailboxes');
    const table = {
        ...{ label: title, rows, unit: ['audience', 'audiences'], more: sorted.length - rows.length },
        columns: [
            { name: 'Audience outside' },
            { name: 'Always on', kind: 'number' },
            { name: 'Scheduled', kind: 'number' },
            { name: 'Mailboxes', kind: 'bars' },
        ],
        legend: [
            { kind: 'on', name: 'always on' },
            { kind: 'scheduled', name: 'scheduled' },
        ],
    };
    const paragraph = [
        { about: total, rows: { report: report.name, view: 'replies' } },
        ' with automatic replies on or scheduled.',
    ];
    return { title, folded: `${title}: ${total}`, blocks: [{ paragraph }, { table }] };
}
function orNotSet(value) {
    return value.trim() === '' ? '(not set)' : value;
}


/***/ }),

/***/ 75187:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   NK: () => (/* binding */ findingText),
/* harmony export */   QZ: () => (/* binding */ worst),
/* harmony export */   Yf: () => (/* binding */ worstRow)
/* harmony export */ });
/* harmony import */ var _text_display_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(24745);

const ACROSS_RULES = { pass: 0, exempt: 1, known: 2, warn: 3, inconclusive: 4, fail: 5 };
const ACROSS_ROWS = { pass: 0, inconclusive: 1, exempt: 2, known: 3, warn: 4, fail: 5 };
/** The worst of some verdicts of several rules; `pass` if there is none. */
function worst(verdicts) {
    return mostSevere(verdicts, ACROSS_RULES) ?? 'pass';
}
/**
 * The verdict of one rule for several rows. A violation outweighs `inconclusive`: a row that Graph does not show must not
 * hide that another row violates the rule.
 */
function worstRow(verdicts) {
    return mostSevere(verdicts, ACROSS_ROWS);
}
function mostSevere(verdicts, severities) {
    let found;
    for (const verdict of verdicts) {
        if (found === undefined || severities[verdict] > severities[found])
            found = verdict;
    }
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

/***/ 23503:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   AF: () => (/* binding */ logSettings),
/* harmony export */   OG: () => (/* binding */ logLines),
/* harmony export */   QT: () => (/* binding */ logGroup),
/* harmony export */   eS: () => (/* binding */ Warnings),
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
/** Logs the settings of a run, without secrets; those that are undefined are left out. `notes`: lines after them. */
function logSettings(log, settings, notes = []) {
    return logGroup(log, 'Settings', () => {
        for (const [name, value] of Object.entries(settings)) {
            if (value !== undefined)
                log.info(logText(`${name}: ${value}`));
        }
        for (const note of notes)
            log.info(logText(note));
    });
}
/** Logs warnings, and keeps them for the summary. */
class Warnings {
    #log;
    #messages = [];
    constructor(log) {
        this.#log = log;
    }
    get messages() {
        return this.#messages;
    }
    add(message, place) {
        this.#messages.push(message);
        this.#log.warning(logText(message), placeProperties(place));
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

/***/ 13339:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   W: () => (/* binding */ defusedText)
/* harmony export */ });
/* harmony import */ var _display_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(24745);

/** Nearly every cell, which has no formula: one test instead of two. */
const PLAIN = /^[\p{L}\p{N}][^,;\t\r\n]*$/u;
/**
 * A cell that a spreadsheet may evaluate (https://owasp.org/www-community/attacks/CSV_Injection). LibreOffice ignores a
 * leading NUL, so hidden characters are skipped.
 */
const FORMULA = /^(?:[\t\r\n]|[\s\p{Cc}\p{Cf}]*[=+\-@＝＋－＠])/u;
/**
 * Starts of formulas inside a cell. A spreadsheet that splits at other separators than the file's ignores the quotes of
 * every cell but a line's first, so what follows a separator or a line break becomes a cell. The lookbehind comes last:
 * before the sign, it would be tried at every character, in quadratic time.
 */
const INNER_FORMULAS = /[=+\-@＝＋－＠](?<=[,;\t\r\n]["\s\p{Cc}\p{Cf}]*.)/gu;
/**
 * A cell as text in which no spreadsheet finds a formula, whatever the delimiter: an apostrophe precedes each start of
 * one. Numbers stay, since their minus starts no formula. Defusing a defused text changes nothing.
 */
function defusedText(cell) {
    if (typeof cell === 'number')
        return String(cell);
    const text = (0,_display_js__WEBPACK_IMPORTED_MODULE_0__/* .cellText */ .Ie)(cell);
    if (PLAIN.test(text))
        return text;
    const defused = text.replace(INNER_FORMULAS, "'$&");
    return FORMULA.test(text) ? `'${defused}` : defused;
}


/***/ }),

/***/ 24745:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   DA: () => (/* binding */ shortenedInside),
/* harmony export */   Ie: () => (/* binding */ cellText),
/* harmony export */   P8: () => (/* binding */ visibleLine),
/* harmony export */   f$: () => (/* binding */ shownText),
/* harmony export */   vI: () => (/* binding */ shortened),
/* harmony export */   zP: () => (/* binding */ copyOf)
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

/***/ 99620:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   Zf: () => (/* binding */ MailboxCounts),
/* harmony export */   dG: () => (/* binding */ UNREADABLE_STATUSES),
/* harmony export */   l0: () => (/* binding */ REMEDIES)
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
const MAX_MAILBOXES = 1_000;
const MAX_ERROR_LENGTH = 300;
/** Counts readable and unreadable mailboxes. Memory is bounded. */
class MailboxCounts {
    total = 0;
    unreadable = 0;
    #byStatus = new Map();
    /** Once for each mailbox. */
    add({ mailbox, status, error }) {
        this.total += 1;
        if (status === 'ok')
            return;
        this.unreadable += 1;
        const counts = this.#byStatus.get(status) ?? { count: 0, first: [] };
        this.#byStatus.set(status, counts);
        counts.count += 1;
        if (counts.first.length >= MAX_MAILBOXES)
            return;
        const { address, file, line } = mailbox;
        counts.first.push({ address, file, line, error: (0,_text_display_js__WEBPACK_IMPORTED_MODULE_0__/* .shortened */ .vI)(error, MAX_ERROR_LENGTH) });
    }
    get read() {
        return this.total - this.unreadable;
    }
    unreadableBy(status) {
        return this.#byStatus.get(status)?.count ?? 0;
    }
    /** The causes that occurred, in the order of `UNREADABLE_STATUSES`. */
    get causes() {
        return UNREADABLE_STATUSES.filter((status) => this.#byStatus.has(status));
    }
    /** The first 1,000 of them, in the list's order. */
    unreadableMailboxes(status) {
        return this.#byStatus.get(status)?.first ?? [];
    }
}


/***/ }),

/***/ 45691:
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
function differenceText({ counts, comparesViolations, }) {
    const { newViolationCount, resolvedCount, changedMailboxes, addedMailboxes, removedMailboxes, notComparedMailboxes } = counts;
    return [
        ...(comparesViolations
            ? [(0,_text_numbers_js__WEBPACK_IMPORTED_MODULE_0__/* .counted */ .hS)(newViolationCount, 'new violation', 'new violations'), `${(0,_text_numbers_js__WEBPACK_IMPORTED_MODULE_0__/* .count */ .U9)(resolvedCount)} resolved`]
            : []),
        `${(0,_text_numbers_js__WEBPACK_IMPORTED_MODULE_0__/* .counted */ .hS)(changedMailboxes, 'mailbox', 'mailboxes')} changed`,
        ...(addedMailboxes === 0 ? [] : [`${(0,_text_numbers_js__WEBPACK_IMPORTED_MODULE_0__/* .count */ .U9)(addedMailboxes)} added`]),
        ...(removedMailboxes === 0 ? [] : [`${(0,_text_numbers_js__WEBPACK_IMPORTED_MODULE_0__/* .count */ .U9)(removedMailboxes)} removed`]),
        ...(notComparedMailboxes === 0 ? [] : [`${(0,_text_numbers_js__WEBPACK_IMPORTED_MODULE_0__/* .count */ .U9)(notComparedMailboxes)} not compared`]),
    ].join(', ');
}


/***/ })

};
