export const id = 864;
export const ids = [864];
export const modules = {

/***/ 68894:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   G8: () => (/* binding */ tenantOf),
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
/** The ID of the tenant that an access token is for; undefined if it cannot be read. */
function tenantOf(token) {
    const tid = token && unverifiedClaims(token.value)?.tid;
    return (0,_json_js__WEBPACK_IMPORTED_MODULE_0__/* .isGuid */ .W_)(tid) ? tid : undefined;
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
/* harmony export */   JJ: () => (/* binding */ CLOUDS),
/* harmony export */   Pk: () => (/* binding */ clouds),
/* harmony export */   Q1: () => (/* binding */ isCloudHost),
/* harmony export */   T$: () => (/* binding */ cloudsOfOtherGraphs),
/* harmony export */   p5: () => (/* binding */ otherClouds)
/* harmony export */ });
/** The national clouds of Microsoft 365, each with its own Graph and mostly its own sign-in. */
const CLOUDS = ['global', 'usgov', 'usgov-dod', 'china'];
/**
 * https://learn.microsoft.com/graph/deployments and
 * https://learn.microsoft.com/entra/workload-id/workload-identity-federation-create-trust. The hosts of Exchange Online are
 * those of its documented admin API, https://learn.microsoft.com/exchange/reference/admin-api-get-started. The audiences of
 * usgov and usgov-dod are those of CISA's ScubaGear. For China, clients of IMAP, POP, SMTP and PowerShell request tokens for
 * partner.outlook.cn; nobody has been seen to send one to the documented host. Microsoft documents the SMTP server of the global
 * cloud; those of usgov and china are the ones that public clients use, which disagree about usgov-dod.
 */
const clouds = {
    global: {
        authorityHost: 'https://login.microsoftonline.com',
        graphUrl: 'https://graph.microsoft.com',
        exchangeUrl: 'https://outlook.office365.com',
        exchangeAudience: 'https://outlook.office365.com',
        audience: 'api://AzureADTokenExchange',
        smtpHost: 'smtp.office365.com',
    },
    usgov: {
        authorityHost: 'https://login.microsoftonline.us',
        graphUrl: 'https://graph.microsoft.us',
        exchangeUrl: 'https://outlook.office365.us',
        exchangeAudience: 'https://outlook.office365.us',
        audience: 'api://AzureADTokenExchangeUSGov',
        smtpHost: 'smtp.office365.us',
    },
    'usgov-dod': {
        authorityHost: 'https://login.microsoftonline.us',
        graphUrl: 'https://dod-graph.microsoft.us',
        exchangeUrl: 'https://outlook-dod.office365.us',
        exchangeAudience: 'https://outlook-dod.office365.us',
        audience: 'api://AzureADTokenExchangeUSGov',
        smtpHost: undefined,
    },
    china: {
        authorityHost: 'https://login.partner.microsoftonline.cn',
        graphUrl: 'https://microsoftgraph.chinacloudapi.cn',
        exchangeUrl: 'https://outlook.office365.cn',
        exchangeAudience: 'https://partner.outlook.cn',
        audience: 'api://AzureADTokenExchangeChina',
        smtpHost: 'smtp.partner.outlook.cn',
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
    const others = CLOUDS.filter((name) => clouds[name].authorityHost !== authorityHost);
    // A message may name both clouds, and the tenant by a domain that contains the name of a cloud.
    const [, home = ''] = /belongs to the national cloud '([^']*)'/i.exec(message) ?? [];
    return (firstNamed(NAMES_IN_MESSAGES, home, others) ??
        firstNamed(NAMES_IN_MESSAGES, message.replaceAll(tenantId, ''), others) ??
        firstNamed(INITIAL_DOMAINS, tenantId, others) ??
        others);
}
/** The values of `cloud` with another Graph than `graphUrl`, those with the same sign-in first. */
function cloudsOfOtherGraphs(graphUrl, authorityHost) {
    const others = CLOUDS.filter((name) => clouds[name].graphUrl !== graphUrl);
    const isNear = (name) => clouds[name].authorityHost === authorityHost;
    return others.toSorted((one, other) => Number(isNear(other)) - Number(isNear(one)));
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


/***/ }),

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
const MIN_RUN = 20;
const GRAM = 6;
/** Each run of `MIN_RUN` characters contains a whole gram that starts at a multiple of this. */
const STRIDE = MIN_RUN - GRAM + 1;
const TABLE_MASK = (1 << 18) - 1;
/** 1 at the codes of the characters that a token can have (RFC 6750, section 2.1), and its base64 and hex. */
const IN_SECRETS = Uint8Array.from({ length: 256 }, (_, code) => /[\w.~+/=-]/.test(String.fromCharCode(code)) ? 1 : 0);
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
 * Only every fifteenth position is looked up, since every response of a service passes here.
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
    /** Receives the decoded characters of each text: buffers of their own would be freed only by a garbage collection. */
    #codes = Buffer.alloc(0);
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
        return this.#secrets.size === 0 || text.length < MIN_RUN ? text : this.redactBytes(Buffer.from(text));
    }
    /** The text that a service sent in UTF-8, without secrets. */
    redactBytes(bytes) {
        if (this.#secrets.size === 0 || bytes.length < MIN_RUN)
            return bytes.toString();
        for (const secret of this.#pending.splice(0))
            this.#index(secret);
        if (this.#codes.length < bytes.length)
            this.#codes = Buffer.allocUnsafe(bytes.length);
        const codes = this.#codes;
        const found = this.#runsIn(codes.subarray(0, decode(bytes, codes)));
        if (found.length === 0)
            return bytes.toString();
        const [starts, ends] = [new Uint32Array(bytes.length), new Uint32Array(bytes.length)];
        decode(bytes, codes, starts, ends);
        let redacted = '';
        let copied = 0;
        for (const { start, end } of found) {
            redacted += `${bytes.toString('utf8', copied, starts[start])}***`;
            copied = ends[end - 1] ?? copied;
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
const [BACKSLASH, AMPERSAND, PERCENT, SMALL_U] = [0x5c, 0x26, 0x25, 0x75];
/** Of a digit in hex by its code; undefined for another character. */
const HEX_DIGITS = Array.from({ length: 128 }, (_, code) => {
    const digit = parseInt(String.fromCharCode(code), 16);
    return Number.isNaN(digit) ? undefined : digit;
});
/** 1 for a character that secrets can have, 2 for the first of an escape. */
const KINDS = IN_SECRETS.map((isInSecrets, code) => code === BACKSLASH || code === AMPERSAND || code === PERCENT ? 2 : isInSecrets);
/** After a backslash: 1 for a letter that is part of the escape, 2 for one that digits follow. */
const ESCAPE_LETTERS = Uint8Array.from({ length: 256 }, (_, code) => {
    const letter = String.fromCharCode(code).toLowerCase();
    return 'nrtbf'.includes(letter) ? 1 : 'ux'.includes(letter) ? 2 : 0;
});
/** The code of `%40` or of `\u0040` at a place; undefined for another escape, and for one that begins another escape. */
function plainEscape(bytes, from, digits) {
    let code = 0;
    for (let at = from; at < from + digits; at++) {
        const value = HEX_DIGITS[bytes[at] ?? 0];
        if (value === undefined)
            return undefined;
        code = code * 16 + value;
    }
    return code === BACKSLASH || code === AMPERSAND || code === PERCENT ? undefined : code;
}
/**
 * Writes the characters of a text in UTF-8 that secrets can have, with escapes decoded and all others left out, and returns
 * how many. Takes time linear in the text.
 *
 * @param starts and `ends`: receive the place of each in the bytes
 */
function decode(bytes, codes, starts, ends) {
    let count = 0;
    /** The bytes as characters, for unusual escapes. */
    let text;
    const { length } = bytes;
    for (let at = 0; at < length;) {
        // Most characters belong to no escape. Without the branches below, they take a third of the time.
        for (; starts === undefined && at < length; at++) {
            const kind = KINDS[bytes[at] ?? 0] ?? 0;
            if (kind === 2)
                break;
            codes[count] = bytes[at] ?? 0;
            count += kind;
        }
        let code = bytes[at] ?? 0;
        let end = at + 1;
        if (code === BACKSLASH || code === AMPERSAND || code === PERCENT) {
            while (code === BACKSLASH && bytes[end] === BACKSLASH)
                end++;
            const letter = code === BACKSLASH ? ESCAPE_LETTERS[bytes[end] ?? 0] : 2;
            if (letter !== 2) {
                at = end + (letter ?? 0);
                continue;
            }
            // Most texts have no other escapes than these.
            const digits = code === PERCENT ? 2 : 4;
            const digitsAt = code === PERCENT ? end : end + 1;
            const isPlain = code === PERCENT || (end === at + 1 && code === BACKSLASH && bytes[end] === SMALL_U);
            const plain = isPlain ? plainEscape(bytes, digitsAt, digits) : undefined;
            if (plain === undefined) {
                text ??= bytes.toString('latin1');
                ESCAPE.lastIndex = at;
                const groups = ESCAPE.exec(text)?.groups ?? {};
                code = codeOf(groups);
                end = Math.max(at + 1, ESCAPE.lastIndex);
            }
            else {
                code = plain;
                end = digitsAt + digits;
            }
        }
        if (IN_SECRETS[code] === 1) {
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
/* harmony import */ var _http_headers_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(59718);
/* harmony import */ var _http_retry_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(28902);
/* harmony import */ var _json_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(8301);




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
const MAX_RESPONSE_BYTES = 1 << 20;
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
        body = await readBounded(response.body);
    }
    catch (cause) {
        signal?.throwIfAborted();
        return { result: retried.unreachable(cause) };
    }
    const { statusCode: status } = response;
    const header = (name) => (0,_http_headers_js__WEBPACK_IMPORTED_MODULE_2__/* .firstValue */ .Kb)(response.headers[name]);
    const text = status === 200 && !/^\s*</.test(body) ? '' : redactor.redact(body);
    const result = retried.read({
        status,
        // A token may share a run of characters with the secret that was sent.
        json: (0,_json_js__WEBPACK_IMPORTED_MODULE_3__/* .jsonOrUndefined */ ._D)(status === 200 ? body : text),
        text,
        contentType: redactor.redact(header('content-type') ?? ''),
        location: redactor.redact(header('location') ?? ''),
        isBusy: status === 429 || status >= 500,
    });
    return { result, retryAfter: (0,_http_headers_js__WEBPACK_IMPORTED_MODULE_2__/* .retryAfterMs */ .Vs)(header('retry-after'), now()) };
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


/***/ }),

/***/ 76555:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  lp: () => (/* binding */ RENEWAL_DAYS),
  bb: () => (/* binding */ certificateWarnings),
  H_: () => (/* binding */ daysLeft),
  _q: () => (/* binding */ grantSteps),
  un: () => (/* binding */ grantText),
  ho: () => (/* binding */ tokensByCertificate),
  lT: () => (/* binding */ tokensByFederation)
});

// UNUSED EXPORTS: clientAssertion, consentUrl

// EXTERNAL MODULE: external "node:crypto"
var external_node_crypto_ = __webpack_require__(77598);
// EXTERNAL MODULE: ./node_modules/jose/dist/webapi/jwt/sign.js + 5 modules
var sign = __webpack_require__(66424);
// EXTERNAL MODULE: ./src/text/numbers.ts
var numbers = __webpack_require__(92613);
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


/** As long as Entra ID allows a subject to be. */
const MAX_CLAIM = 600;
/** A claim of an assertion as text on one line; `(none)` if it is missing. */
function claimText(claims, name) {
    const value = claims?.[name];
    const text = typeof value === 'string' ? value : value === undefined ? '(none)' : JSON.stringify(value);
    return (0,redact/* printable */.g$)(text).slice(0, MAX_CLAIM);
}
/**
 * How to register a federated credential that matches the assertion, in the portal or by a command.
 * https://learn.microsoft.com/entra/workload-id/workload-identity-federation-create-trust
 */
function registration({ clientId, sent }) {
    const commands = commandTexts(clientId, sent);
    const hint = [
        `Register the values below under Microsoft Entra admin center > App registrations > ${clientId} > Certificates & ` +
            'secrets > Federated credentials > Add credential > Other issuer' +
            (commands.length === 0 ? '.' : ', or save federated.json and run the command.'),
        'Issuer, subject and audience must match exactly.',
        ...(hasNumericForm(claimText(sent, 'iss'), claimText(sent, 'sub')) ? [numericForm(claimText(sent, 'sub'))] : []),
    ].join(' ');
    const values = { Issuer: 'iss', 'Subject identifier': 'sub', Audience: 'aud' };
    const copy = Object.entries(values).map(([label, name]) => ({ label, text: claimText(sent, name) }));
    return { hint, copy: [...copy, ...commands] };
}
/**
 * Subjects of other CIs, and of GitHub Enterprise Server, have one form.
 * https://docs.github.com/enterprise-server@latest/actions/reference/security/oidc
 */
function hasNumericForm(issuer, subject) {
    return subject.startsWith('repo:') && !issuer.endsWith('/_services/token');
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
 * A file and a command, for any shell: PowerShell removes the quotes of JSON on a command line. None if a claim would need
 * quoting.
 */
function commandTexts(clientId, sent) {
    const [issuer, subject, audience] = [sent?.iss, sent?.sub, sent?.aud];
    if (![clientId, issuer, subject, audience].every((text) => typeof text === 'string' && PLAIN.test(text)))
        return [];
    const file = JSON.stringify({ name: newName(String(subject)), issuer, subject, audiences: [audience] });
    const command = `az ad app federated-credential create --id ${clientId} --parameters '@federated.json'`;
    return [
        { label: 'federated.json', text: file },
        { label: 'Command', text: command },
    ];
}
/** The names of an application's credentials are unique, so the name depends on the subject. */
function newName(subject) {
    return `mailbox-report-${(0,external_node_crypto_.createHash)('sha256').update(subject).digest('hex').slice(0, 8)}`;
}

// EXTERNAL MODULE: ./src/text/display.ts
var display = __webpack_require__(24745);
;// CONCATENATED MODULE: ./src/auth/entra-explanations.ts



const REGISTRATIONS = 'Microsoft Entra admin center > App registrations';
const OIDC_TIME = 'Run again. An OIDC token of GitHub or Azure DevOps is valid for a few minutes, one of GitLab as long as its job, and this one ' +
    'was delayed for longer.';
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
    7000229: (context) => ({
        message: `Application "${context.clientId}" has no service principal in tenant "${context.tenantId}".`,
        hint: `Run the command, or grant admin consent: ${REGISTRATIONS} > the application > API permissions. Check "client-id" and ` +
            '"tenant-id".',
        copy: [{ label: 'Command', text: `az ad sp create --id ${shellWord(context.clientId)}` }],
    }),
    7000112: (context) => ({
        message: `Application "${context.clientId}" is disabled in tenant "${context.tenantId}".`,
        hint: 'Ask an administrator to enable it: Microsoft Entra admin center > Enterprise applications > the application > ' +
            'Properties > Enabled for users to sign-in: Yes. Or set "client-id" to another application.',
    }),
    700027: certificateRefused,
    700030: (context, text) => withUpload(context, {
        message: `Entra ID rejects ${certificate(context)}: ${reasonOf(text)}`,
        hint: 'Reasons that are known: the subject of the certificate is not authorized, it is registered on an application in ' +
            'another cloud ("cloud"), or it is the certificate of a certification authority. ' +
            'Use a certificate of its own for the application.',
    }),
    50012: (context, text) => withUpload(context, {
        message: `Entra ID rejects the assertion, which ${certificate(context)} signed: ${reasonOf(text)}`,
        hint: 'Check that this certificate is registered on the application, and export it together with its own key into "pfx" ' +
            'again. If a proxy inspects TLS, check that it does not change requests.',
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
    5002723: (context) => withUpload(context, {
        message: `The assertion names no certificate that Entra ID can find. It was signed with ${certificate(context)}.`,
        hint: 'Create a certificate with an RSA key and use its PFX in "pfx".',
    }),
    5002738: (context) => withUpload(context, {
        message: `Entra ID does not accept the signature algorithm of the assertion (PS256, with ${certificate(context)}).`,
        hint: 'Use a certificate with an RSA key of 2048 bits or more in "pfx".',
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
    700213: federated('subject', 'sub'),
    700212: federated('audience', 'aud'),
    700211: federated('issuer', 'iss'),
    70025: (context) => ({
        message: `Application "${context.clientId}" has no federated credential.`,
        ...after('If you have just created one, run again in five minutes. Otherwise: ', registration(context)),
    }),
    70021: (context) => ({
        message: `No federated credential of application "${context.clientId}" matches the assertion.`,
        ...after('If you have just created the federated credential, run again in five minutes: it takes some minutes to work, and ' +
            'this run has waited for four. Otherwise: ', registration(context)),
    }),
};
/** Entra's text has the reason, such as `[Reason - The key was not found., Thumbprint of key used by client: '...']`. */
function certificateRefused(context, text) {
    if (/is expired/i.test(text)) {
        return withUpload(context, {
            message: `${(0,display/* capitalized */.l2)(certificate(context))} has expired on application "${context.clientId}".`,
            hint: 'If the certificate itself is still valid, it was registered with an earlier end (the Azure CLI sets one year ' +
                'unless --end-date is given): register the same certificate again with a later end. Otherwise create a new ' +
                'certificate and use its PFX in "pfx".',
        });
    }
    if (/key was not found|not registered/i.test(text)) {
        return {
            message: `${(0,display/* capitalized */.l2)(certificate(context))} is not registered on application "${context.clientId}".`,
            hint: `${upload(context)} Or use the PFX of a registered certificate in "pfx".`,
            copy: [uploadCommand(context)],
        };
    }
    if (/did not match|found key|key was found/i.test(text)) {
        return {
            message: `The signature of the assertion does not match ${certificate(context)}, which is registered on application "${context.clientId}".`,
            hint: 'Export the certificate together with its own key into "pfx" again. If a proxy inspects TLS, check that it does ' +
                'not change requests.',
        };
    }
    return withUpload(context, {
        message: `Entra ID rejects the signature with ${certificate(context)}: ${reasonOf(text)}`,
        hint: 'Check that this certificate is registered on the application and has not expired.',
    });
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
function federated(what, name) {
    return (context) => ({
        message: `No federated credential of application "${context.clientId}" has the ${what} "${claim(context, name)}".`,
        ...after(name === 'aud'
            ? 'If a credential with this issuer and subject exists, change its audience: Entra ID allows no second one. ' +
                'GitLab: "aud" of "id_tokens" in the job sets the audience. Otherwise: '
            : '', registration(context)),
    });
}
function after(first, { hint, copy }) {
    return { hint: first + hint, copy };
}
/** An explanation, followed by how to register the certificate. */
function withUpload(context, { message, hint }) {
    return { message, hint: `${hint} ${upload(context)}`, copy: [uploadCommand(context)] };
}
function reasonOf(text) {
    return text === '' ? 'it gave no reason.' : text;
}
function upload(context) {
    return (`Upload the public part of the certificate under ${REGISTRATIONS} > ${context.clientId} > Certificates & secrets > ` +
        'Certificates, which lists thumbprints; or run the command.');
}
function uploadCommand({ clientId, notAfter }) {
    const end = notAfter?.toISOString().replace(/\.\d+Z$/, 'Z') ?? 'END';
    const command = `az ad app credential reset --id ${shellWord(clientId)} --append --cert '@certificate.pem' --end-date ${end}`;
    return { label: 'Command', text: command };
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
    const { message, hint, copy } = explanation ?? {
        message: `Entra ID issued no token (${body.error}): ${body.text === '' ? 'it gave no reason.' : body.text}`,
        hint: body.code === undefined
            ? 'Check "tenant-id", "client-id" and "cloud".'
            : `Look up the code: https://login.microsoftonline.com/error?code=${body.code}`,
    };
    return new errors/* UserError */.yo(code, [`${code}: ${message}`, ...identifiers(body)].join('\n'), { hint, copy });
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
    if (isTlsError(code))
        return { ...ofTls(host, code), isTransient: false };
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
function ofTls(host, code) {
    const override = 'check "authority-host" if that input is set.';
    if (INVALID_DATES.has(code)) {
        return {
            problem: `the TLS certificate of ${host} is not valid today`,
            hint: `Check the clock of the runner and, if a proxy inspects TLS, the proxy's certificate; ${override}`,
        };
    }
    if (code === 'ERR_TLS_CERT_ALTNAME_INVALID') {
        return {
            problem: `the TLS certificate of ${host} is not trusted: it belongs to another host`,
            hint: `Another server responds, such as a proxy or a gateway; ${override}`,
        };
    }
    if (UNKNOWN_ROOT.has(code)) {
        return {
            problem: `the root of the TLS certificate of ${host} is not trusted`,
            hint: `${PRIVATE_ROOT} Otherwise ${override}`,
        };
    }
    return {
        problem: `the TLS connection to ${host} failed`,
        hint: `Check the proxy (HTTPS_PROXY) or gateway between the runner and ${host}; ${override}`,
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
    return UNKNOWN_ROOT.has(code) || INVALID_DATES.has(code) || code.startsWith('ERR_SSL') || code.startsWith('ERR_TLS');
}
/** '' if there is none. */
function errorCode(thrown) {
    for (const error of causesOf(thrown)) {
        if ('code' in error && typeof error.code === 'string' && !error.code.startsWith('UND_ERR_SOCKET')) {
            return error.code;
        }
    }
    return '';
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
    #redactor = new redact/* Redactor */.pO();
    constructor(options) {
        this.#options = options;
        this.#endpoint = `${options.authorityHost}/${encodeURIComponent(options.tenantId)}/oauth2/v2.0/token`;
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
        const { clientId, graphUrl, exchangeScope = graphUrl } = this.#options;
        const form = new URLSearchParams({
            grant_type: 'client_credentials',
            client_id: clientId,
            scope: `${exchangeScope}/.default`,
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
        const error = entraError(body, { ...this.#options, sent: (0,access_token/* unverifiedClaims */.Zt)(assertion) });
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

// EXTERNAL MODULE: ./src/auth/token-source.ts
var token_source = __webpack_require__(80145);
;// CONCATENATED MODULE: ./src/auth/sign-in.ts





/** The run warns of a certificate that expires within this many days. */
const RENEWAL_DAYS = 30;
/** Access tokens that are requested with assertions of a certificate. Sends no request until the first is needed. */
function tokensByCertificate({ certificate, ...options }) {
    const request = new TokenRequest({
        ...options,
        thumbprint: certificate.thumbprint,
        notAfter: certificate.notAfter,
        assertion: (audience) => clientAssertion(certificate, { clientId: options.clientId, audience, now: options.now() }),
    });
    return new token_source/* TokenSource */.x(request, options.now);
}
/** Access tokens that are requested with assertions of another issuer. Sends no request until the first is needed. */
function tokensByFederation({ assertions, ...options }) {
    return new token_source/* TokenSource */.x(new TokenRequest({ ...options, assertion: () => assertions.get(options) }), options.now);
}
/** Whole days until the certificate expires; negative afterwards. */
function daysLeft(certificate, now) {
    return Math.floor((certificate.notAfter.getTime() - now) / numbers/* DAY_MS */.sO);
}
/** Warnings about the PFX, and about a certificate that expires soon. */
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
const ASSIGN = 'Assign them to the managed identity as app roles of Microsoft Graph, which only a command can: see docs/setup.md.';
const ADD = 'Add the missing permissions under API permissions > Microsoft Graph > Application permissions, and let an ' +
    'administrator grant consent there or';
/** How to grant missing permissions of Graph, as a sentence. */
function grantText(app, isManagedIdentity) {
    return isManagedIdentity ? ASSIGN : `${ADD} at ${consentUrl(app)} .`;
}
/** The same with the page of consent to open. */
function grantSteps(app, isManagedIdentity) {
    if (isManagedIdentity)
        return { hint: ASSIGN, copy: [] };
    return { hint: `${ADD} by the link.`, copy: [{ label: 'Grant admin consent', text: consentUrl(app), isLink: true }] };
}
/**
 * The page where an administrator grants an application the permissions that it requests.
 * https://learn.microsoft.com/entra/identity/enterprise-apps/grant-admin-consent
 */
function consentUrl({ authorityHost, tenantId, clientId }) {
    return `${authorityHost}/${encodeURIComponent(tenantId)}/adminconsent?client_id=${encodeURIComponent(clientId)}`;
}
/** Entra ID accepts lifetimes of five to ten minutes. */
const ASSERTION_SECONDS = 600;
/**
 * A client assertion (RFC 7523) as Entra requires it: PS256, with the certificate's SHA-256 thumbprint in `x5t#S256`. Each
 * has an identifier of its own and can be used once. `audience`: the token endpoint.
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

/***/ 80145:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   x: () => (/* binding */ TokenSource)
/* harmony export */ });
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
    /** The earliest time of the next renewal after a failed one. */
    #nextRenewal = 0;
    constructor(request, now) {
        this.#request = request;
        this.#now = now;
    }
    /** A valid token. Throws as the request does. */
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


/***/ }),

/***/ 83916:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   Fg: () => (/* binding */ reworded),
/* harmony export */   LM: () => (/* binding */ hintLines),
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
    'RETIREMENTS_FILE',
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
    'EXEMPTION_BROAD',
    'EXEMPTION_FAR',
    'BLANK_CELLS',
    'BASELINE_FILE',
    'BASELINE_UNUSED',
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
function reworded({ code, copy, place, cause }, message, hint) {
    return new UserError(code, message, { hint, copy, place, cause });
}
/** The hint of an error, and below it what to copy, each on lines of its own. */
function hintLines({ hint, copy = [] }) {
    return [hint, ...copy.map(({ label, text }) => `${label}:\n${text}`)].join('\n');
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

/***/ 8301:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   Ff: () => (/* binding */ isNestedDeeper),
/* harmony export */   Gv: () => (/* binding */ isObject),
/* harmony export */   MZ: () => (/* binding */ property),
/* harmony export */   W_: () => (/* binding */ isGuid),
/* harmony export */   _D: () => (/* binding */ jsonOrUndefined),
/* harmony export */   h7: () => (/* binding */ withValueAt),
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


/***/ }),

/***/ 16592:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   GB: () => (/* binding */ isMailboxId),
/* harmony export */   Ow: () => (/* binding */ domainOf),
/* harmony export */   PW: () => (/* binding */ isAddress),
/* harmony export */   RM: () => (/* binding */ addressFault),
/* harmony export */   fS: () => (/* binding */ MAX_ADDRESS_LENGTH),
/* harmony export */   tg: () => (/* binding */ withoutAddresses)
/* harmony export */ });
/* harmony import */ var _json_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(8301);

/** The longest mailbox address: 64 characters, `@`, and 255 of a domain. https://www.rfc-editor.org/rfc/rfc3696#section-3 */
const MAX_ADDRESS_LENGTH = 320;
/**
 * Local part: no white space, no control, invisible or replacement characters, no quotes, none of the specials of RFC
 * 5322, and no dot at either end, as in Exchange. Domain: labels of letters, digits and hyphens of any script.
 */
const ADDRESS = /^(?!\.)[^\s\p{Cc}\p{Cf}\p{Cs}\ufffd"<>()[\],;:\\@]+(?<!\.)@[\p{L}\p{M}\p{N}-]+(?:\.[\p{L}\p{M}\p{N}-]+)*$/u;
/**
 * Whether a trimmed text can be a user principal name or the SMTP address of a mailbox. Lenient: user principal names
 * allow more than email addresses (`user_x.com#EXT#@contoso.onmicrosoft.com`, `$x@y`), and Graph decides whether a
 * mailbox exists.
 */
function isAddress(text) {
    return text.length <= MAX_ADDRESS_LENGTH && ADDRESS.test(text);
}
/** What keeps a text from being an address, after "it": `it has a comma`. Undefined if the text resembles none. */
function addressFault(text) {
    const [local = '', domain, ...more] = text.split('@');
    if (domain === undefined)
        return undefined;
    if (text.length > MAX_ADDRESS_LENGTH)
        return `it is longer than ${MAX_ADDRESS_LENGTH} characters`;
    if (/@[^@]*[,;\s]/.test(text) && more.length > 0)
        return 'write one address a line';
    const [mark] = /[\s\p{Cc}\p{Cf}\p{Cs}\ufffd"<>()[\],;:\\]/u.exec(text) ?? [];
    if (mark !== undefined)
        return `it contains ${MARKS.get(mark) ?? (mark.trim() === '' ? 'white space' : markText(mark))}`;
    if (more.length > 0)
        return 'it contains more than one @';
    if (local === '' || domain === '')
        return `nothing is ${local === '' ? 'before' : 'after'} the @`;
    if (/^\.|\.$/.test(local))
        return 'a dot is at the start or end of the part before the @';
    if (/^\.|\.$|\.\./.test(domain))
        return 'a part between dots of the domain is empty';
    return `the domain contains "${/[^\p{L}\p{M}\p{N}.-]/u.exec(domain)?.[0] ?? domain}"`;
}
const MARKS = new Map([
    [' ', 'a space'],
    [',', 'a comma'],
    [';', 'a semicolon'],
    [':', 'a colon'],
]);
function markText(mark) {
    const code = (mark.codePointAt(0) ?? 0).toString(16).toUpperCase().padStart(4, '0');
    return /[\p{Cc}\p{Cf}\p{Cs}\ufffd]/u.test(mark) ? `the character U+${code}` : mark;
}
/**
 * Whether a trimmed text can identify a mailbox in a list: an address, or the object ID of its user in Entra ID.
 * https://learn.microsoft.com/graph/api/user-get (`/users/{id | userPrincipalName}`)
 */
function isMailboxId(text) {
    return (0,_json_js__WEBPACK_IMPORTED_MODULE_0__/* .isGuid */ .W_)(text) || isAddress(text);
}
/** The domain of an address as written; undefined for an object ID. */
function domainOf(address) {
    const at = address.lastIndexOf('@');
    return at === -1 ? undefined : address.slice(at + 1);
}
/** A text of a service with `(address)` instead of each mail address in it. */
function withoutAddresses(text) {
    // By words, since a search for the part before the `@` takes quadratic time.
    return text.replace(/[^\s<>()[\]{}`|,;:"']+/g, (word) => word.replace(/^[^@]+@.*[^.!?]/, '(address)'));
}


/***/ }),

/***/ 37126:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   c9: () => (/* binding */ csvSink),
/* harmony export */   ef: () => (/* binding */ csvRecord),
/* harmony export */   fL: () => (/* binding */ CsvFile)
/* harmony export */ });
/* harmony import */ var csv_stringify_sync__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(96789);
/* harmony import */ var _text_csv_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(13339);
/* harmony import */ var _text_display_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(24745);
/* harmony import */ var _text_file_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(14902);




const BYTE_ORDER_MARK = '\uFEFF';
/** Also at semicolons and tabs, at which Excel and LibreOffice split in some locales. */
const QUOTED = /[",;\t\r\n]/;
/** Fields that are quoted and occur again and again, such as lists of days. */
const MAX_KNOWN = 1_000;
const MAX_KNOWN_LENGTH = 200;
/**
 * A record of RFC 4180 with its CRLF, except for another delimiter. Formulas are defused.
 *
 * @param known quoted fields of earlier records, by the text of the cell. csv-stringify is slow, so it gets only cells that need
 * quotes or an apostrophe and are not in it.
 */
function csvRecord(cells, delimiter = ',', known = new Map()) {
    return `${cells.map((cell) => csvField(cell, delimiter, known)).join(delimiter)}\r\n`;
}
function csvField(cell, delimiter, known) {
    if (typeof cell === 'number')
        return String(cell);
    const text = (0,_text_display_js__WEBPACK_IMPORTED_MODULE_2__/* .cellText */ .Ie)(cell);
    if (text === '' || (0,_text_csv_js__WEBPACK_IMPORTED_MODULE_3__/* .isPlain */ .$)(text))
        return text;
    const earlier = known.get(text);
    if (earlier !== undefined)
        return earlier;
    const field = (0,csv_stringify_sync__WEBPACK_IMPORTED_MODULE_0__/* .stringify */ .A)([[(0,_text_csv_js__WEBPACK_IMPORTED_MODULE_3__/* .defusedText */ .W)(text)]], { delimiter, quoted_match: QUOTED, eof: false });
    if (known.size < MAX_KNOWN && text.length <= MAX_KNOWN_LENGTH)
        known.set(text, field);
    return field;
}
/** A CSV that is being written: RFC 4180 except for the delimiter, CRLF, UTF-8. */
class CsvFile {
    #file;
    #delimiter;
    #known = new Map();
    /** Creates the file with its header. Throws as `createTextFile` does. */
    constructor(file, columns, { bom, delimiter }) {
        this.#file = (0,_text_file_js__WEBPACK_IMPORTED_MODULE_1__/* .createTextFile */ .Qz)(file, (bom ? BYTE_ORDER_MARK : '') + csvRecord(columns, delimiter));
        this.#delimiter = delimiter;
    }
    get path() {
        return this.#file.path;
    }
    write(records) {
        return this.#file.write(records.map((cells) => csvRecord(cells, this.#delimiter, this.#known)).join(''));
    }
    /** Appends the records in another file. */
    append(file) {
        return this.#file.append(file);
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

/***/ 41058:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   If: () => (/* binding */ findingRank),
/* harmony export */   Ox: () => (/* binding */ PAIRS),
/* harmony export */   iI: () => (/* binding */ listLineUrl),
/* harmony export */   rZ: () => (/* binding */ RowEncoder)
/* harmony export */ });
/* unused harmony export RowDecoder */
/** The unit of violations, which have a finding for each row: singular and plural. */
const PAIRS = ['pair of mailbox and rule', 'pairs of mailbox and rule'];
/** The place of a finding in `violations.csv` and on the page: violations of errors first, inconclusive findings last. */
function findingRank({ verdict, severity }) {
    if (verdict === 'inconclusive')
        return 2;
    return severity === 'error' ? 0 : 1;
}
/** Texts of a column that are written once and then referred to, such as time zones. Further texts are written out. */
const MAX_KNOWN = 1_000;
/** Longer texts seldom repeat, and would take memory on both sides. */
const MAX_KNOWN_LENGTH = 200;
/**
 * Writes rows as lines of JSON that compress well: a text that occurred before in its column is the number of its place, a
 * new one is a string, a number is in brackets. A row with highlights has one more text after those of its columns, their
 * positions: `0 2`.
 */
class RowEncoder {
    /** The texts of each column with their places. `RowDecoder` learns the same ones. */
    #columns;
    #highlights = new Map();
    constructor(columns) {
        this.#columns = Array.from({ length: columns }, () => new Map());
    }
    /** Returns one line, without a line end. `highlights`: their positions. */
    encode(cells, highlights = []) {
        const line = this.#columns.map((known, at) => encoded(cells[at] ?? '', known));
        if (highlights.length > 0)
            line.push(encoded(highlights.join(' '), this.#highlights));
        return JSON.stringify(line);
    }
}
function encoded(cell, known) {
    if (typeof cell === 'number')
        return [cell];
    const place = known.get(cell);
    if (place === undefined && isKept(cell, known.size))
        known.set(cell, known.size);
    return place ?? cell;
}
function isKept(text, known) {
    return known < MAX_KNOWN && text.length <= MAX_KNOWN_LENGTH;
}
const NONE = (/* unused pure expression or super */ null && ([]));
/** Reads the lines of a `RowEncoder`, from the first one on. */
class RowDecoder {
    #known;
    constructor(columns) {
        this.#known = Array.from({ length: columns + 1 }, () => []);
    }
    /** Throws if the line is malformed. */
    decode(line) {
        const encoded = JSON.parse(line);
        if (!Array.isArray(encoded))
            throw new TypeError('a row is not an array');
        const columns = this.#known.length - 1;
        const cells = encoded.map((cell, at) => decoded(cell, this.#known[at] ?? []));
        if (cells.length <= columns)
            return { cells, highlights: NONE };
        return { cells: cells.slice(0, columns), highlights: String(cells[columns]).split(' ').map(Number) };
    }
}
function decoded(cell, known) {
    if (typeof cell === 'number') {
        const text = known[cell];
        if (text === undefined)
            throw new RangeError('a row refers to an unknown text');
        return text;
    }
    if (typeof cell === 'string') {
        if (isKept(cell, known.length))
            known.push(cell);
        return cell;
    }
    const number = Array.isArray(cell) ? cell[0] : undefined;
    if (typeof number !== 'number')
        throw new TypeError('a cell is neither text nor number');
    return number;
}
/**
 * The web address of a line of a mailbox list.
 *
 * @param source the address, with `{path}` and `{line}`
 * @param file path relative to the workspace, with forward slashes
 */
function listLineUrl(source, file, line) {
    const path = file.split('/').map(encodeURIComponent).join('/');
    return source.replace('{path}', () => path).replaceAll('{line}', String(line));
}


/***/ }),

/***/ 41970:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   Hv: () => (/* binding */ changesSection),
/* harmony export */   Zg: () => (/* binding */ comparedSentence),
/* harmony export */   oT: () => (/* binding */ newViolationsSection),
/* harmony export */   vU: () => (/* binding */ comparisonSection)
/* harmony export */ });
/* harmony import */ var _totals_run_summary_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(45691);
/* harmony import */ var _text_numbers_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(92613);


const OPEN_ROWS = 5;
const MAX_GROUPS = 20;
const NAMES = { title: 'What changed', short: 'Changes' };
/** What differs from the earlier report, or why there is none, in one line. Undefined with `compare: off`. */
function comparedSentence({ comparison, notCompared, }) {
    if (comparison === undefined)
        return notCompared === undefined ? undefined : `Not compared: ${notCompared}`;
    const { source } = comparison;
    const earlier = source.kind === 'run' ? { link: (0,_totals_run_summary_js__WEBPACK_IMPORTED_MODULE_0__/* .sourceText */ .rI)(source), url: source.url } : { code: source.path };
    return ['Compared with ', earlier, `${(0,_totals_run_summary_js__WEBPACK_IMPORTED_MODULE_0__/* .ageText */ .XG)(comparison)}: ${(0,_totals_run_summary_js__WEBPACK_IMPORTED_MODULE_0__/* .differenceText */ .Lr)(comparison)}`];
}
/** The violations that the earlier report does not have. Undefined if there is none. */
function newViolationsSection({ counts }) {
    const { newViolations, newViolationCount } = counts;
    if (newViolationCount === 0)
        return undefined;
    const title = 'New violations';
    return { title, short: 'New', folded: title, blocks: violations('new violation', newViolationCount, newViolations) };
}
/**
 * The resolved violations, and the most frequent changes. With `counts` only how often what changed, without
 * values: they may name mailboxes.
 */
function changesSection(comparison, detail) {
    const { counts, notes } = comparison;
    const { resolved, resolvedCount, groups } = counts;
    return {
        ...NAMES,
        folded: `Changes: ${(0,_totals_run_summary_js__WEBPACK_IMPORTED_MODULE_0__/* .differenceText */ .Lr)(comparison)}`,
        blocks: [
            ...(detail === 'full' ? violations('resolved violation', resolvedCount, resolved) : []),
            ...(groups.length === 0 ? [] : changes(groups, detail)),
            ...notes.map((note) => ({ paragraph: note })),
        ],
    };
}
/** The sentence of the comparison, and the changes. Undefined with `compare: off`. */
function comparisonSection(summary) {
    const paragraph = comparedSentence(summary);
    if (paragraph === undefined)
        return undefined;
    const { comparison } = summary;
    const section = comparison === undefined ? { ...NAMES, folded: NAMES.title, blocks: [] } : changesSection(comparison, 'full');
    return { ...section, blocks: [{ paragraph }, ...section.blocks] };
}
const NEW = { report: 'violations', view: 'new' };
function violations(name, total, all) {
    if (all.length === 0)
        return [];
    const isNew = name === 'new violation';
    const label = (0,_text_numbers_js__WEBPACK_IMPORTED_MODULE_1__/* .counted */ .hS)(total, name, `${name}s`);
    const rows = all.map(({ mailbox, rule, item, column, before, message }) => ({
        cells: [
            ...[{ mailbox }, { code: rule }],
            ...(isNew ? [message] : [item === '' ? column : `${column} of ${item}`, orBlank(before)]),
        ],
        tone: isNew ? 'fail' : 'pass',
    }));
    const columns = [
        ...[{ name: 'Mailbox' }, { name: 'Rule' }, ...(isNew ? [] : [{ name: 'Column' }])],
        { name: isNew ? 'Finding' : 'Was', kind: 'prose' },
    ];
    return [
        { heading: { about: label, rows: isNew ? NEW : { report: 'changes', view: 'resolved' } } },
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
                {
                    about: isCell ? column : `rows ${kind}`,
                    rows: { report: 'changes', view: isCell ? 'mailbox-changed' : kind, conditions },
                },
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
/* harmony import */ var _text_numbers_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(92613);
/* harmony import */ var _text_display_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(24745);
/* harmony import */ var _section_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(17416);



const MAX_RULES = 100;
const OPEN_RULES = 10;
const OPEN_MAILBOXES = 10;
const MAX_EXEMPTIONS = 200;
/** The verdicts in the order of the bar. The colours differ in lightness, for people who cannot distinguish green from red. */
const VERDICTS = ['failed', 'warned', 'known', 'exempt', 'inconclusive', 'passed'];
/**
 * The rules of a policy with their counts, those with failures first. `hasPage`: whether the reader has the report page, whose
 * scripts correct violations.
 */
function rulesSection({ file, verdicts }, hasPage = false) {
    const { rules } = verdicts;
    const used = VERDICTS.filter((verdict) => verdict === 'passed' || rules.some((counts) => counts[verdict] > 0));
    const longest = Math.max(...rules.map(mailboxesOf));
    const applyToAll = rules.every(({ inapplicable }) => inapplicable === 0);
    const rows = rules
        .toSorted(mostFailedFirst)
        .slice(0, MAX_RULES)
        .map((counts) => ({
        cells: [
            ruleName(counts),
            ruleResult(counts),
            { segments: used.map((kind) => ({ kind, count: counts[kind] })), longest },
            ...used.map((verdict) => (0,_text_numbers_js__WEBPACK_IMPORTED_MODULE_0__/* .count */ .U9)(counts[verdict])),
            ...(applyToAll ? [] : [(0,_text_numbers_js__WEBPACK_IMPORTED_MODULE_0__/* .count */ .U9)(counts.inapplicable)]),
        ],
        tone: ruleTone(counts),
    }));
    const table = {
        label: `Policy ${file}`,
        columns: [
            { name: 'Rule' },
            { name: 'Found', only: 'summary' },
            { name: 'Mailboxes by result', kind: 'bars' },
            ...[...used.map(_text_display_js__WEBPACK_IMPORTED_MODULE_1__/* .capitalized */ .l2), ...(applyToAll ? [] : ['Does not apply'])].map((name) => ({
                ...{ name, kind: 'number', only: 'page' },
            })),
        ],
        ...{ rows, unit: ['rule', 'rules'], open: OPEN_RULES, more: rules.length - rows.length },
        legend: used.map((verdict) => ({ kind: verdict, name: verdict })),
    };
    return {
        ...{ title: 'Violations by rule', short: 'Rules', note: file, folded: `Rules: ${(0,_text_numbers_js__WEBPACK_IMPORTED_MODULE_0__/* .count */ .U9)(rules.length)}` },
        blocks: [{ table }, ...(hasPage ? correction(rules) : [])],
    };
}
/** How to correct all violations of a rule. */
function correction(rules) {
    const violated = rules.filter(({ failed, warned }) => failed + warned > 0);
    if (violated.length === 0)
        return [];
    const planned = violated.filter(({ rule }) => rule.set !== undefined).map(({ rule }) => rule.id);
    const plan = planned.length === 0
        ? []
        : [' Remediation plans ', ...(0,_section_js__WEBPACK_IMPORTED_MODULE_2__/* .piecesOf */ .Xe)((0,_section_js__WEBPACK_IMPORTED_MODULE_2__/* .namesOf */ .eZ)(planned, (code) => ({ code }))), ', and can undo them.'];
    return [
        { paragraph: ['To correct all violations of a rule, select it on the report page, and copy its script.', ...plan] },
    ];
}
function mostFailedFirst(one, other) {
    return other.failed - one.failed || other.warned - one.warned || other.inconclusive - one.inconclusive;
}
function mailboxesOf(counts) {
    return VERDICTS.reduce((sum, verdict) => sum + counts[verdict], 0);
}
function ruleName(counts) {
    const { id, title, severity, help } = counts.rule;
    const name = [{ code: id }, title === id ? '' : ` ${(0,_text_display_js__WEBPACK_IMPORTED_MODULE_1__/* .shortened */ .vI)(title, 200)}`];
    const view = counts.failed > 0 ? 'fail' : counts.warned > 0 ? 'warn' : undefined;
    const rows = { report: 'violations', view, conditions: [{ column: 'Rule', is: id }] };
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
    const { passed, failed, warned, known, exempt, inconclusive, inapplicable } = counts;
    const violating = failed + warned;
    const others = Object.entries({ passed, known, exempt, inconclusive })
        .filter(([, mailboxes]) => mailboxes > 0)
        .map(([verdict, mailboxes]) => `${(0,_text_numbers_js__WEBPACK_IMPORTED_MODULE_0__/* .count */ .U9)(mailboxes)} ${verdict}`)
        .concat(inapplicable === 0 ? [] : [`does not apply to ${(0,_text_numbers_js__WEBPACK_IMPORTED_MODULE_0__/* .count */ .U9)(inapplicable)}`])
        .join(', ');
    if (mailboxesOf(counts) === 0)
        return 'applies to no mailbox';
    if (violating === 0)
        return others;
    return [{ strong: (0,_text_numbers_js__WEBPACK_IMPORTED_MODULE_0__/* .counted */ .hS)(violating, 'mailbox fails', 'mailboxes fail') }, others === '' ? '' : `, ${others}`];
}
/** The mailboxes with most violations. Undefined if there is none. */
function violatingSection({ verdicts: { violating } }, lines) {
    const { worst, count: total } = violating;
    if (worst.length === 0)
        return undefined;
    const title = 'Mailboxes with most violations';
    const more = total - worst.length;
    const table = {
        label: title,
        columns: [{ name: 'Mailbox' }, { name: 'Listed at', kind: 'short' }, { name: 'Findings', kind: 'prose' }],
        rows: worst.map(({ address, file, line, ...found }) => ({
            cells: [{ mailbox: address }, (0,_section_js__WEBPACK_IMPORTED_MODULE_2__/* .placeInList */ .fs)(lines, file, line), { lines: findingLines(found) }],
        })),
        ...{ unit: ['mailbox', 'mailboxes'], open: OPEN_MAILBOXES, more, moreIn: 'violations.csv' },
    };
    const all = (0,_text_numbers_js__WEBPACK_IMPORTED_MODULE_0__/* .counted */ .hS)(total, 'mailbox violates rules', 'mailboxes violate rules');
    const paragraph = { paragraph: [{ about: all, rows: { report: 'violations', view: 'violating' } }, '.'] };
    return {
        ...{ title, short: 'Violations', folded: `${title}: ${(0,_text_numbers_js__WEBPACK_IMPORTED_MODULE_0__/* .count */ .U9)(total)}` },
        blocks: [{ table }, ...(more > 0 ? [paragraph] : [])],
    };
}
function findingLines({ findings, findingCount }) {
    const more = findingCount - findings.length;
    return [
        ...findings.map(({ rule, message }) => [{ code: rule }, ` ${message}`]),
        ...(more > 0 ? [`and ${(0,_text_numbers_js__WEBPACK_IMPORTED_MODULE_0__/* .count */ .U9)(more)} more`] : []),
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
    const days = (0,_text_numbers_js__WEBPACK_IMPORTED_MODULE_0__/* .counted */ .hS)(daysLeft, 'day', 'days');
    const state = expired
        ? { strong: 'expired' }
        : [USAGES[usage], ...(endsSoon ? [', ', { strong: `${days} left` }] : [])];
    const patterns = mailboxes.map(({ pattern }) => pattern);
    return {
        cells: [
            ...[{ code: rule }, expires, state, (0,_text_numbers_js__WEBPACK_IMPORTED_MODULE_0__/* .count */ .U9)(covered)],
            ...(detail === 'full'
                ? [(0,_section_js__WEBPACK_IMPORTED_MODULE_2__/* .namesOf */ .eZ)(patterns, (code) => ({ code })), (0,_text_display_js__WEBPACK_IMPORTED_MODULE_1__/* .shortened */ .vI)(reason, 200), (0,_text_display_js__WEBPACK_IMPORTED_MODULE_1__/* .shortened */ .vI)(owner, 100)]
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
        .map(({ state, number }) => `${(0,_text_numbers_js__WEBPACK_IMPORTED_MODULE_0__/* .count */ .U9)(number)} ${state}`);
    return `Exemptions: ${(0,_text_numbers_js__WEBPACK_IMPORTED_MODULE_0__/* .count */ .U9)(exemptions.length)}${states.length === 0 ? '' : ` (${states.join(', ')})`}`;
}


/***/ }),

/***/ 97843:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   _: () => (/* binding */ retirementsSection)
/* harmony export */ });
/* harmony import */ var _text_display_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(24745);
/* harmony import */ var _text_numbers_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(92613);


const OPEN_ROWS = 5;
/**
 * The retirements that are to come, or that affect or may affect a mailbox. Undefined if there is none. With `counts` no mailbox
 * is named.
 */
function retirementsSection({ found, started }, detail) {
    const shown = found.filter(({ retirement, affected, unknown }) => affected + unknown > 0 || isToCome(retirement, started));
    if (shown.length === 0)
        return undefined;
    const affecting = shown.filter(({ affected }) => affected > 0).length;
    return {
        title: 'Retirements',
        folded: `Retirements: ${(0,_text_numbers_js__WEBPACK_IMPORTED_MODULE_0__/* .count */ .U9)(affecting)} with affected mailboxes`,
        blocks: shown.flatMap((one) => blocksOf(one, started, detail)),
    };
}
function blocksOf({ retirement, affected, unknown, mailboxes }, now, detail) {
    const { title, source, asOf, detect } = retirement;
    const number = affected === 0 ? 'No mailbox' : (0,_text_numbers_js__WEBPACK_IMPORTED_MODULE_0__/* .counted */ .hS)(affected, 'mailbox', 'mailboxes');
    const phrase = detect.found === 'are affected' && affected < 2 ? 'is affected' : detect.found;
    const isKnown = affected > 0 || unknown === 0;
    const more = affected > 0 ? 'more ' : '';
    const sentences = [
        `${dateSentence(retirement, now)}.`,
        ...(isKnown ? [`${number} ${phrase}.`] : []),
        ...(unknown === 0 ? [] : [`It is unknown for ${(0,_text_numbers_js__WEBPACK_IMPORTED_MODULE_0__/* .counted */ .hS)(unknown, `${more}mailbox`, `${more}mailboxes`)}.`]),
    ];
    const table = {
        ...{ label: title, columns: [{ name: 'Mailbox' }], open: OPEN_ROWS, more: affected - mailboxes.length },
        ...{ moreIn: `${detect.report}.csv`, unit: ['mailbox', 'mailboxes'] },
        rows: mailboxes.map((mailbox) => ({ cells: [{ mailbox }] })),
    };
    return [
        { heading: (0,_text_display_js__WEBPACK_IMPORTED_MODULE_1__/* .shortened */ .vI)(title, 200) },
        { paragraph: [`${sentences.join(' ')} `, { link: 'Source', url: source }, `, as of ${asOf}.`] },
        ...(detail === 'full' && mailboxes.length > 0 ? [{ table }] : []),
    ];
}
/** The next date, else the last: `Basic authentication for SMTP AUTH is off by default in 33 days`. */
function dateSentence({ what, dates: { announced, defaultOff, removed } }, now) {
    if (defaultOff !== undefined && !isPast(defaultOff, now))
        return `${what} is off by default ${when(defaultOff, now)}`;
    if (removed !== undefined)
        return `${what} ${isPast(removed, now) ? `ended ${dated(removed)}` : `ends ${when(removed, now)}`}`;
    if (defaultOff !== undefined)
        return `${what} has been off by default since ${dayText(defaultOff)}`;
    return announced === undefined ? `${what} will end` : `${what} will end, as announced ${dated(announced)}`;
}
function isToCome({ dates: { defaultOff, removed } }, now) {
    return [defaultOff, removed].some((date) => date !== undefined && !isPast(date, now));
}
/** Whether a day, or the first day of a month, is over. */
function isPast(date, now) {
    return (0,_text_numbers_js__WEBPACK_IMPORTED_MODULE_0__/* .daysUntil */ .AQ)(date, now) < 0;
}
function when(date, now) {
    if (isMonth(date))
        return dated(date);
    const days = (0,_text_numbers_js__WEBPACK_IMPORTED_MODULE_0__/* .daysUntil */ .AQ)(date, now);
    return days === 0 ? 'today' : `in ${(0,_text_numbers_js__WEBPACK_IMPORTED_MODULE_0__/* .counted */ .hS)(days, 'day', 'days')}`;
}
function dated(date) {
    return `${isMonth(date) ? 'in' : 'on'} ${dayText(date)}`;
}
function dayText(date) {
    if (!isMonth(date))
        return date;
    return new Date(date).toLocaleDateString('en-US', { month: 'long', year: 'numeric', timeZone: 'UTC' });
}
function isMonth(date) {
    return date.length === 7;
}


/***/ }),

/***/ 44974:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   D6: () => (/* binding */ resultText),
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
/* harmony import */ var _auth_sign_in_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(76555);
/* harmony import */ var _text_numbers_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(92613);
/* harmony import */ var _text_display_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(24745);
/* harmony import */ var _totals_mailbox_counts_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(99620);
/* harmony import */ var _section_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(17416);





const MAX_WARNINGS = 20;
/** The result, and for a `pass` the number of unread mailboxes: `pass, 28 unread`. */
function resultText({ result, cancelled, mailboxes }) {
    const unread = result === 'pass' && mailboxes.unreadable > 0 ? `, ${(0,_text_numbers_js__WEBPACK_IMPORTED_MODULE_2__/* .count */ .U9)(mailboxes.unreadable)} unread` : '';
    return `${result}${unread}${cancelled ? ' (cancelled)' : ''}`;
}
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
        for (const [at, { title, topic, counted: noun, sends, mailboxes, rows, unruled }] of highlights.entries()) {
            const items = manyRows ? (0,_text_numbers_js__WEBPACK_IMPORTED_MODULE_2__/* .counted */ .hS)(rows, unit.singular, unit.plural) : '';
            const key = JSON.stringify([title, mailboxes, items]);
            if (rows > 0 && !found.has(key)) {
                found.set(key, {
                    ...{ report: name, at, title, topic, counted: noun, sends, mailboxes, items },
                    ruled: unruled === 0,
                });
            }
        }
    }
    const titles = new Set([...found.values()].map(({ title }) => title));
    const read = reports.filter((report) => report.read > 0).flatMap(({ highlights }) => highlights);
    const missing = new Set(read.map(({ title }) => title).filter((title) => !titles.has(title)));
    const all = [...found.values()];
    return { found: all, unruled: all.filter(({ ruled }) => !ruled), missing: [...missing] };
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
        { name: 'Cause', kind: 'short' },
        { name: 'Found', kind: 'short' },
        { name: 'What to do', kind: 'prose' },
    ];
    const table = { label: title, columns, rows, unit: ['cause', 'causes'] };
    return { title, short: 'Unread', folded: `${title}: ${(0,_text_numbers_js__WEBPACK_IMPORTED_MODULE_2__/* .count */ .U9)(unreadable)}`, blocks: [{ table }] };
}
/** The mailboxes that could not be read, by cause, at most 1,000 of each. */
function unreadLists({ mailboxes, lines }) {
    return mailboxes.causes.map((status) => {
        const total = mailboxes.unreadableBy(status);
        const listed = mailboxes.unreadableMailboxes(status);
        const rows = listed.map(({ address, file, line, error }) => ({
            cells: [{ mailbox: address }, (0,_section_js__WEBPACK_IMPORTED_MODULE_4__/* .placeInList */ .fs)(lines, file, line), error],
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
    const names = (all) => (0,_section_js__WEBPACK_IMPORTED_MODULE_4__/* .namesOf */ .eZ)(all, (name) => (0,_text_display_js__WEBPACK_IMPORTED_MODULE_3__/* .shortened */ .vI)(name, 300));
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
/* harmony export */   Xe: () => (/* binding */ piecesOf),
/* harmony export */   eZ: () => (/* binding */ namesOf),
/* harmony export */   fs: () => (/* binding */ placeInList)
/* harmony export */ });
/* harmony import */ var _text_numbers_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(92613);
/* harmony import */ var _page_data_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(41058);


/** Content as a list of its pieces. */
function piecesOf(content) {
    return typeof content === 'string' || !('length' in content) ? [content] : content;
}
/** Names in a sentence, separated by commas: the first twenty, and how many more there are. */
function namesOf(all, piece) {
    const shown = all.slice(0, _text_numbers_js__WEBPACK_IMPORTED_MODULE_0__/* .MAX_NAMES */ .oA);
    const names = shown.flatMap((name, at) => (at === 0 ? [piece(name)] : [', ', piece(name)]));
    return all.length > shown.length ? [...names, `, and ${(0,_text_numbers_js__WEBPACK_IMPORTED_MODULE_0__/* .count */ .U9)(all.length - shown.length)} more`] : names;
}
/** A line of a mailbox list. `lines`: its web address, with `{path}` and `{line}`, if it is known. */
function placeInList(lines, file, line) {
    return { file, line, at: lines === undefined ? undefined : (0,_page_data_js__WEBPACK_IMPORTED_MODULE_1__/* .listLineUrl */ .iI)(lines, file, line) };
}


/***/ }),

/***/ 74722:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   GH: () => (/* binding */ valueSections),
/* harmony export */   YY: () => (/* binding */ repliesSection),
/* harmony export */   uz: () => (/* binding */ mailboxesSection)
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
    ['RecipientTypeDetails', 'Mailbox types'],
    ['UserPurpose', 'Mailbox types'],
];
const IN_SUMMARY = [
    'AutomaticReplyStatus',
    'AutomaticReplyExternalAudience',
    'TimeZone',
    'Language',
];
/** The most frequent values of a column, and the others in one row, of the first report that has the column. */
function valueSections(reports, columns = IN_SUMMARY) {
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
/** The types of mailboxes, and their sizes. Undefined if neither is known. */
function mailboxesSection(reports) {
    const [types] = valueSections(reports, ['RecipientTypeDetails', 'UserPurpose']);
    const sizes = reports.find((report) => report.sizes !== undefined)?.sizes ?? [];
    if (types === undefined && sizes.length === 0)
        return undefined;
    const longest = Math.max(...sizes.map(({ mailboxes }) => mailboxes));
    const columns = [
        { name: 'Size' },
        { name: 'Mailboxes', kind: 'number' },
        { name: 'Share', kind: 'bars' },
    ];
    const rows = sizes.map(({ size, mailboxes }) => ({
        cells: [size, (0,_text_numbers_js__WEBPACK_IMPORTED_MODULE_0__/* .count */ .U9)(mailboxes), { segments: [{ kind: 'value', count: mailboxes }], longest }],
    }));
    const table = { label: 'Mailbox sizes', columns, rows, unit: ['size', 'sizes'] };
    const title = 'Types and sizes';
    return {
        title,
        short: 'Types',
        folded: title,
        blocks: [...(types?.blocks ?? []), ...(sizes.length === 0 ? [] : [{ table }])],
    };
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
    return { title, short: 'Replies', folded: `${title}: ${total}`, blocks: [{ paragraph }, { table }] };
}
function orNotSet(value) {
    return value.trim() === '' ? '(not set)' : value;
}


/***/ }),

/***/ 75187:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   QZ: () => (/* binding */ worst),
/* harmony export */   Yf: () => (/* binding */ worstRow),
/* harmony export */   _0: () => (/* binding */ findingsIn)
/* harmony export */ });
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
/** The findings of a report, in the order of its rules; none without a verdict. */
function findingsIn(verdict) {
    return verdict?.rules.flatMap(({ findings }) => findings) ?? [];
}


/***/ }),

/***/ 54530:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   DW: () => (/* binding */ columnType),
/* harmony export */   HV: () => (/* binding */ UNKNOWN),
/* harmony export */   In: () => (/* binding */ INCONCLUSIVE_MEMBER),
/* harmony export */   J4: () => (/* binding */ childrenPath),
/* harmony export */   R4: () => (/* binding */ hasColumn),
/* harmony export */   Rf: () => (/* binding */ MONTH_AGO),
/* harmony export */   Uq: () => (/* binding */ isExchangeReport),
/* harmony export */   Zq: () => (/* binding */ requestPath),
/* harmony export */   _S: () => (/* binding */ isDerivedReport),
/* harmony export */   aN: () => (/* binding */ MAILBOX_COLUMN),
/* harmony export */   aZ: () => (/* binding */ VERDICT_COLUMNS),
/* harmony export */   bq: () => (/* binding */ STATUS_COLUMNS),
/* harmony export */   lo: () => (/* binding */ columnNames),
/* harmony export */   qS: () => (/* binding */ listingPath),
/* harmony export */   rJ: () => (/* binding */ isListingReport),
/* harmony export */   tr: () => (/* binding */ reportLabel),
/* harmony export */   uF: () => (/* binding */ unitOf),
/* harmony export */   xg: () => (/* binding */ isGraphReport),
/* harmony export */   yk: () => (/* binding */ withListColumns)
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
/** Whether a report is made of the rows of others. */
function isDerivedReport(report) {
    return report.source === 'reports';
}
/** The name of a report for people, marked if it is experimental. */
function reportLabel(report) {
    return isExchangeReport(report) ? `${report.name} (experimental)` : report.name;
}
/** Whether a report is read from Graph, mailbox by mailbox. */
function isGraphReport(report) {
    return 'request' in report && 'path' in report.request;
}
/** Whether a report is read from listings of the tenant in Graph. */
function isListingReport(report) {
    return 'request' in report && 'listing' in report.request;
}
/** What a row of a report is. */
function unitOf({ unit, rows }) {
    const singular = unit ?? (rows === undefined ? 'mailbox' : 'row');
    return { singular, plural: (0,_text_numbers_js__WEBPACK_IMPORTED_MODULE_0__/* .pluralOf */ ._l)(singular) };
}
/** The header of a report's CSV. */
function columnNames(report) {
    return [MAILBOX_COLUMN, ...Object.keys(report.columns), ...(report.listColumns?.keys() ?? []), ...STATUS_COLUMNS];
}
/** Whether conditions can name a column: one of the report, the mailbox's address, or one of the list. */
function hasColumn({ columns, listColumns }, name) {
    return name === MAILBOX_COLUMN || Object.hasOwn(columns, name) || listColumns?.has(name) === true;
}
/** The JSON Schema of a column's cells; undefined if the report gives none. */
function columnType({ types = {} }, name) {
    return Object.hasOwn(types, name) ? types[name] : undefined;
}
/** A report whose rows carry the columns of the mailbox list, but for those that it has itself. */
function withListColumns(report, columns) {
    const own = new Set(Object.keys(report.columns).map((name) => name.toLowerCase()));
    const carried = columns.map((name, at) => [name, at]).filter(([name]) => !own.has(name.toLowerCase()));
    return carried.length === 0 ? report : { ...report, listColumns: new Map(carried) };
}
/** The path of a report's request below `/users/{mailbox}/`, with its query, percent-encoded. */
function requestPath({ path, query }) {
    return path + encodedQuery(query);
}
/** A placeholder in `$filter` of a listing: the day 30 days before the run. */
const MONTH_AGO = '{today-30d}';
const MONTH_MS = 30 * _text_numbers_js__WEBPACK_IMPORTED_MODULE_0__/* .DAY_MS */ .sO;
/** The path of a listing, with version and query, percent-encoded. */
function listingPath({ version, listing, query = {} }, now) {
    const day = `${new Date(now - MONTH_MS).toISOString().slice(0, 10)}T00:00:00Z`;
    const dated = Object.entries(query).map(([name, value]) => [name, value.replaceAll(MONTH_AGO, day)]);
    return `/${version}/${listing}${encodedQuery(Object.fromEntries(dated))}`;
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
/* harmony export */   Oj: () => (/* binding */ unreadableRow),
/* harmony export */   RO: () => (/* binding */ rowsOf),
/* harmony export */   z7: () => (/* binding */ withTakenCells)
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
/** The rows of a mailbox with the cells that its reports take from others, as far as those are in the run and were read. */
function withTakenCells(rows, { columns, takes = {} }, rowsOfReport) {
    const [first, ...others] = rows;
    if (first.content === 'none')
        return rows;
    const cells = [...first.cells];
    const incomplete = new Set(first.incomplete);
    for (const [name, { report, column }] of Object.entries(takes)) {
        const [other, [row] = []] = rowsOfReport(report) ?? [];
        const [to, from] = [Object.keys(columns).indexOf(name), Object.keys(other?.columns ?? {}).indexOf(column)];
        if (row?.content !== 'item' || row.incomplete?.has(from) === true)
            continue;
        cells[to] = row.cells[from] ?? null;
        incomplete.delete(to);
    }
    return [{ ...first, cells, incomplete: incomplete.size === 0 ? undefined : incomplete }, ...others];
}
function blankRow(mailbox, { columns }, { status, error }) {
    return { mailbox, status, error, content: 'none', cells: Object.keys(columns).map(() => null) };
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
/* unused harmony export withoutCommands */
/* harmony import */ var _text_display_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(24745);

const MAX_LINE = 2_000;
/**
 * Untrusted text for one line of the log. A terminal obeys escape sequences and a runner commands: both are escaped. Cut at
 * 2,000 characters.
 */
function logText(text) {
    return withoutCommands((0,_text_display_js__WEBPACK_IMPORTED_MODULE_0__/* .visibleLine */ .P8)((0,_text_display_js__WEBPACK_IMPORTED_MODULE_0__/* .shortened */ .vI)(text, MAX_LINE)));
}
/**
 * `##[` and `##vso[`. Azure's agent looks for them with the rules of a language, which skip characters without a width.
 * https://github.com/microsoft/azure-pipelines-agent/blob/master/src/Microsoft.VisualStudio.Services.Agent/Command.cs
 */
const COMMANDS = /(#\p{DI}*#\p{DI}*)(?=\[|v\p{DI}*s\p{DI}*o)/giu;
/**
 * A line without commands for a runner. GitHub's takes a line for one if it starts, after white space, with `::`, or contains
 * `##[` (https://github.com/actions/runner/blob/main/src/Runner.Common/ActionCommand.cs), Azure's agent if it contains `##vso[`. The
 * section markers of GitLab need an escape character, so a line of visible characters has none.
 */
function withoutCommands(line) {
    return line.replace(/^(\s*)::/, '$1\\::').replace(COMMANDS, '$1\\');
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

/***/ 70611:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   Gr: () => (/* binding */ mailboxResult),
/* harmony export */   WX: () => (/* binding */ findingsOf),
/* harmony export */   dG: () => (/* binding */ UNREADABLE_STATUSES)
/* harmony export */ });
/* harmony import */ var _policy_verdict_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(75187);
/* harmony import */ var _reports_rows_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(758);


/** Turns the answers of a mailbox into rows. Verdicts are added by the stages. */
function mailboxResult({ mailbox, results }, definitions) {
    const read = definitions.map((definition, at) => {
        const result = results[at];
        if (result === undefined)
            throw new Error(`no result of the report ${definition.name}`);
        return { definition, rows: (0,_reports_rows_js__WEBPACK_IMPORTED_MODULE_1__/* .rowsOf */ .RO)(mailbox, result, definition), verdict: undefined };
    });
    const reports = read.map((report) => {
        if (report.definition.takes === undefined)
            return report;
        const rows = (0,_reports_rows_js__WEBPACK_IMPORTED_MODULE_1__/* .withTakenCells */ .z7)(report.rows, report.definition, (name) => {
            const other = read.find(({ definition }) => definition.name === name);
            return other && [other.definition, other.rows];
        });
        return { ...report, rows };
    });
    return { mailbox, ...statusOf(reports), reports };
}
/** The findings of a mailbox, by report and rule, in the order of both. */
function findingsOf({ reports }) {
    return reports.flatMap(({ verdict }) => (0,_policy_verdict_js__WEBPACK_IMPORTED_MODULE_0__/* .findingsIn */ ._0)(verdict));
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
    if (reports.every(({ rows }) => (0,_reports_rows_js__WEBPACK_IMPORTED_MODULE_1__/* .unreadableRow */ .Oj)(rows) === undefined))
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


/***/ }),

/***/ 13339:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   $: () => (/* binding */ isPlain),
/* harmony export */   W: () => (/* binding */ defusedText)
/* harmony export */ });
/* harmony import */ var _display_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(24745);

/** Nearly every cell: it has no formula, and no character that needs quotes. */
const PLAIN = /^[\p{L}\p{N}][^",;\t\r\n]*$/u;
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
/** Whether a text is the same as a field of a CSV. */
function isPlain(text) {
    return PLAIN.test(text);
}
/**
 * A cell as text in which no spreadsheet finds a formula, whatever the delimiter: an apostrophe precedes each start of
 * one. Numbers stay, since their minus starts no formula. Defusing a defused text changes nothing.
 */
function defusedText(cell) {
    if (typeof cell === 'number')
        return String(cell);
    const text = (0,_display_js__WEBPACK_IMPORTED_MODULE_0__/* .cellText */ .Ie)(cell);
    if (isPlain(text))
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
/* harmony export */   gB: () => (/* binding */ visibleLines),
/* harmony export */   l2: () => (/* binding */ capitalized),
/* harmony export */   vI: () => (/* binding */ shortened)
/* harmony export */ });
/* unused harmony export copyOf */
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
/** A text with its first letter in upper case. */
function capitalized(text) {
    return text.slice(0, 1).toUpperCase() + text.slice(1);
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
/* harmony export */   AQ: () => (/* binding */ daysUntil),
/* harmony export */   KE: () => (/* binding */ listed),
/* harmony export */   U9: () => (/* binding */ count),
/* harmony export */   X1: () => (/* binding */ percentage),
/* harmony export */   Xq: () => (/* binding */ someNames),
/* harmony export */   _l: () => (/* binding */ pluralOf),
/* harmony export */   hS: () => (/* binding */ counted),
/* harmony export */   oA: () => (/* binding */ MAX_NAMES),
/* harmony export */   p0: () => (/* binding */ duration),
/* harmony export */   sO: () => (/* binding */ DAY_MS)
/* harmony export */ });
const DAY_MS = 86_400_000;
/** Whole days from a time until a day, or the first day of a month, in UTC. Negative after it; NaN if `day` is not a date. */
function daysUntil(day, now) {
    return Date.parse(`${day}T00:00:00Z`) / DAY_MS - Math.floor(now / DAY_MS);
}
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
/* harmony import */ var _mailboxes_address_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(16592);
/* harmony import */ var _text_display_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(24745);
/* harmony import */ var _text_numbers_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(92613);



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
const MAX_DOMAINS = 1_000;
/** Counts readable and unreadable mailboxes. Memory is bounded. */
class MailboxCounts {
    total = 0;
    unreadable = 0;
    /** Mailboxes that were read, by domain. */
    #domains = new Map();
    #byStatus = new Map();
    /** Once for each mailbox. */
    add({ mailbox, status, error }) {
        this.total += 1;
        if (status === 'ok') {
            const domain = (0,_mailboxes_address_js__WEBPACK_IMPORTED_MODULE_0__/* .domainOf */ .Ow)(mailbox.address)?.toLowerCase();
            const number = domain === undefined ? undefined : this.#domains.get(domain);
            if (domain !== undefined && (number !== undefined || this.#domains.size < MAX_DOMAINS)) {
                this.#domains.set(domain, (number ?? 0) + 1);
            }
            return;
        }
        this.unreadable += 1;
        const counts = this.#byStatus.get(status) ?? { count: 0, first: [] };
        this.#byStatus.set(status, counts);
        counts.count += 1;
        if (counts.first.length >= MAX_MAILBOXES)
            return;
        const { address, file, line } = mailbox;
        counts.first.push({ address, file, line, error: (0,_text_display_js__WEBPACK_IMPORTED_MODULE_1__/* .shortened */ .vI)(error, MAX_ERROR_LENGTH) });
    }
    /** The domain of most mailboxes that were read, in lower case: one of the tenant. Undefined if none was read by address. */
    get domain() {
        return [...this.#domains].toSorted(([, one], [, other]) => other - one)[0]?.[0];
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
    /** The causes with their numbers of mailboxes: `3 not-found, 1 throttled`. */
    get causesText() {
        return this.causes.map((status) => `${(0,_text_numbers_js__WEBPACK_IMPORTED_MODULE_2__/* .count */ .U9)(this.unreadableBy(status))} ${status}`).join(', ');
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
/** The earlier report: `run #41`, or its path. Hostile text until escaped. */
function sourceText(source) {
    return source.kind === 'run' ? `run #${source.number}` : source.path;
}
/** The age of the earlier run in a parenthesis: ` (2 days ago)`; '' if unknown. */
function ageText({ ageMs }) {
    if (ageMs === undefined)
        return '';
    if (ageMs >= _text_numbers_js__WEBPACK_IMPORTED_MODULE_0__/* .DAY_MS */ .sO)
        return ` (${(0,_text_numbers_js__WEBPACK_IMPORTED_MODULE_0__/* .counted */ .hS)(Math.floor(ageMs / _text_numbers_js__WEBPACK_IMPORTED_MODULE_0__/* .DAY_MS */ .sO), 'day', 'days')} ago)`;
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
