export const id = 62;
export const ids = [62];
export const modules = {

/***/ 98481:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   AK: () => (/* binding */ requireValid),
/* harmony export */   Gv: () => (/* binding */ validityOf),
/* harmony export */   H_: () => (/* binding */ daysLeft),
/* harmony export */   X3: () => (/* binding */ clientCertificate),
/* harmony export */   bb: () => (/* binding */ certificateWarnings),
/* harmony export */   lp: () => (/* binding */ RENEWAL_DAYS),
/* harmony export */   rK: () => (/* binding */ thumbprintOf)
/* harmony export */ });
/* harmony import */ var node_crypto__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(77598);
/* harmony import */ var node_crypto__WEBPACK_IMPORTED_MODULE_0___default = /*#__PURE__*/__webpack_require__.n(node_crypto__WEBPACK_IMPORTED_MODULE_0__);
/* harmony import */ var _errors_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(83916);
/* harmony import */ var _text_numbers_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(92613);
/* harmony import */ var _text_audience_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(58217);




/** The run warns of a certificate that expires within this many days. */
const RENEWAL_DAYS = 30;
/** SHA-1 of a certificate in upper-case hexadecimal, as the portal and Windows show it. */
function thumbprintOf(certificate) {
    return (0,node_crypto__WEBPACK_IMPORTED_MODULE_0__.hash)('sha1', certificate.raw).toUpperCase();
}
/** The validity dates of a certificate; undefined if either cannot be read. */
function validityOf(certificate) {
    // Where the text is "Bad time value", Node's validFromDate and validToDate are uninitialized memory.
    const [notBefore, notAfter] = [new Date(certificate.validFrom), new Date(certificate.validTo)];
    return Number.isNaN(notBefore.getTime()) || Number.isNaN(notAfter.getTime()) ? undefined : { notBefore, notAfter };
}
/** The key must be that of the certificate. */
function clientCertificate(privateKey, certificate, validity, warnings = []) {
    const x5tS256 = (0,node_crypto__WEBPACK_IMPORTED_MODULE_0__.hash)('sha256', certificate.raw, 'base64url');
    return { privateKey, certificate, thumbprint: thumbprintOf(certificate), x5tS256, ...validity, warnings };
}
/**
 * Returns the certificate if it is valid at `now`. Entra ID refuses others with a less specific error.
 * Throws UserError EXPIRED or NOT_YET_VALID.
 */
function requireValid(certificate, now) {
    const { thumbprint, notBefore, notAfter } = certificate;
    if (now.getTime() > notAfter.getTime()) {
        throw new _errors_js__WEBPACK_IMPORTED_MODULE_1__/* .UserError */ .yo('EXPIRED', `The certificate in ${(0,_text_audience_js__WEBPACK_IMPORTED_MODULE_2__/* .inputName */ .yu)('pfx')} expired on ${notAfter.toISOString().slice(0, 10)}. Its thumbprint is ${thumbprint}.`, {
            hint: 'Create a new certificate, upload its public part to the application (App registrations > your application > ' +
                `Certificates & secrets) and use the new PFX in ${(0,_text_audience_js__WEBPACK_IMPORTED_MODULE_2__/* .inputName */ .yu)('pfx')}.`,
        });
    }
    if (now.getTime() < notBefore.getTime()) {
        throw new _errors_js__WEBPACK_IMPORTED_MODULE_1__/* .UserError */ .yo('NOT_YET_VALID', `The certificate in ${(0,_text_audience_js__WEBPACK_IMPORTED_MODULE_2__/* .inputName */ .yu)('pfx')} is not valid until ${notBefore.toISOString()}. Its thumbprint is ${thumbprint}.`, {
            hint: `Use a certificate that is valid today, or check the clock of this machine: it shows ${now.toISOString()}.`,
        });
    }
    return certificate;
}
/** Whole days until the certificate expires; negative afterwards. */
function daysLeft({ notAfter }, now) {
    return Math.floor((notAfter.getTime() - now) / _text_numbers_js__WEBPACK_IMPORTED_MODULE_3__/* .DAY_MS */ .sO);
}
/** Warnings about the PFX, and about a certificate that expires soon. */
function certificateWarnings(certificate, now) {
    const remainingDays = daysLeft(certificate, now);
    if (remainingDays > RENEWAL_DAYS)
        return certificate.warnings;
    const end = certificate.notAfter.toISOString().slice(0, 10);
    const days = remainingDays === 1 ? '1 day' : `${remainingDays} days`;
    return [
        ...certificate.warnings,
        `The certificate in ${(0,_text_audience_js__WEBPACK_IMPORTED_MODULE_2__/* .inputName */ .yu)('pfx')} expires on ${end}, in ${days} (thumbprint ${certificate.thumbprint}). Add a new certificate ` +
            `to the application, then replace ${(0,_text_audience_js__WEBPACK_IMPORTED_MODULE_2__/* .inputName */ .yu)('pfx')} and ${(0,_text_audience_js__WEBPACK_IMPORTED_MODULE_2__/* .inputName */ .yu)('pfx-password')}.`,
    ];
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
    const otherNames = CLOUDS.filter((name) => clouds[name].authorityHost !== authorityHost);
    // A message may name both clouds, and the tenant by a domain that contains the name of a cloud.
    const [, home = ''] = /belongs to the national cloud '([^']*)'/i.exec(message) ?? [];
    return (firstNamed(NAMES_IN_MESSAGES, home, otherNames) ??
        firstNamed(NAMES_IN_MESSAGES, message.replaceAll(tenantId, ''), otherNames) ??
        firstNamed(INITIAL_DOMAINS, tenantId, otherNames) ??
        otherNames);
}
/** The values of `cloud` with another Graph than `graphUrl`, those with the same sign-in first. */
function cloudsOfOtherGraphs(graphUrl, authorityHost) {
    const otherNames = CLOUDS.filter((name) => clouds[name].graphUrl !== graphUrl);
    const isNear = (name) => clouds[name].authorityHost === authorityHost;
    return otherNames.toSorted((one, other) => Number(isNear(other)) - Number(isNear(one)));
}
/** True for the sign-in host of a cloud, false for one that only `endpoints` can set. */
function isCloudHost(authorityHost) {
    return Object.values(clouds).some((cloud) => cloud.authorityHost === authorityHost);
}
function firstNamed(names, text, allowedNames) {
    for (const [pattern, patternClouds] of names) {
        const candidates = patternClouds.filter((name) => allowedNames.includes(name));
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

/***/ 82766:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   DO: () => (/* binding */ removeTemp),
/* harmony export */   Pd: () => (/* binding */ makeTempFolder),
/* harmony export */   cw: () => (/* binding */ outputError)
/* harmony export */ });
/* unused harmony export writeFault */
/* harmony import */ var node_fs__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(73024);
/* harmony import */ var node_fs__WEBPACK_IMPORTED_MODULE_0___default = /*#__PURE__*/__webpack_require__.n(node_fs__WEBPACK_IMPORTED_MODULE_0__);
/* harmony import */ var node_fs_promises__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(51455);
/* harmony import */ var node_fs_promises__WEBPACK_IMPORTED_MODULE_1___default = /*#__PURE__*/__webpack_require__.n(node_fs_promises__WEBPACK_IMPORTED_MODULE_1__);
/* harmony import */ var node_path__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(76760);
/* harmony import */ var node_path__WEBPACK_IMPORTED_MODULE_2___default = /*#__PURE__*/__webpack_require__.n(node_path__WEBPACK_IMPORTED_MODULE_2__);
/* harmony import */ var _errors_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(83916);
/* harmony import */ var _text_audience_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(58217);





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
    ['EPERM', 'this user may not write there, or another program, such as Excel, has it open'],
    ['EBUSY', 'another program, such as Excel, has it open'],
    ['EROFS', 'the disk is read-only'],
    ['EISDIR', 'a folder has that name'],
    ['ENOTDIR', 'a part of the path is a file'],
    ['EEXIST', 'a part of the path is a file'],
    ['ENAMETOOLONG', 'the path is too long'],
]);
/** Why the file system cannot write a file, in words. */
function writeFault(thrown) {
    return REASONS.get((0,_errors_js__WEBPACK_IMPORTED_MODULE_3__/* .systemErrorCode */ .vq)(thrown)) ?? (0,_errors_js__WEBPACK_IMPORTED_MODULE_3__/* .describeError */ .Uc)(thrown);
}
/** The UserError `OUTPUT_UNWRITABLE` for a file, with what the file system threw. */
function outputError(path, thrown) {
    return new _errors_js__WEBPACK_IMPORTED_MODULE_3__/* .UserError */ .yo('OUTPUT_UNWRITABLE', `${path} cannot be written: ${writeFault(thrown)}.`, {
        hint: (0,_text_audience_js__WEBPACK_IMPORTED_MODULE_4__/* .forReader */ .ns)({
            workflow: 'Set "output-directory" to a folder that this step may write to and that has room, or omit it for a folder under RUNNER_TEMP.',
            terminal: 'Close the file in other programs, or set --output-directory to a folder that you may write to and that has room.',
        }),
        cause: thrown,
    });
}


/***/ }),

/***/ 3839:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   cd: () => (/* binding */ newDispatcher),
/* harmony export */   fT: () => (/* binding */ TIMEOUTS),
/* harmony export */   nT: () => (/* binding */ isResponseTimeout)
/* harmony export */ });
/* unused harmony export withDispatcher */
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
/**
 * Calls a function with a dispatcher that is destroyed afterwards. Rejects as the function does, and with the UserErrors of
 * `requireSecureEnvironment`.
 */
async function withDispatcher(env, use) {
    requireSecureEnvironment(env);
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
    const [local = '', domain, ...rest] = text.split('@');
    if (domain === undefined)
        return undefined;
    if (text.length > MAX_ADDRESS_LENGTH)
        return `it is longer than ${MAX_ADDRESS_LENGTH} characters`;
    if (/@[^@]*[,;\s]/.test(text) && rest.length > 0)
        return 'write one address a line';
    const [mark] = /[\s\p{Cc}\p{Cf}\p{Cs}\ufffd"<>()[\],;:\\]/u.exec(text) ?? [];
    if (mark !== undefined)
        return `it contains ${MARKS.get(mark) ?? (mark.trim() === '' ? 'white space' : markText(mark))}`;
    if (rest.length > 0)
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
    const position = address.lastIndexOf('@');
    return position === -1 ? undefined : address.slice(position + 1);
}
/** A text of a service with `(address)` instead of each mail address in it. */
function withoutAddresses(text) {
    // By words, since a search for the part before the `@` takes quadratic time.
    return text.replace(/[^\s<>()[\]{}`|,;:"']+/g, (word) => word.replace(/^[^@]+@.*[^.!?]/, '(address)'));
}


/***/ }),

/***/ 18207:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   Gf: () => (/* binding */ acceptedInternalDomains),
/* harmony export */   lQ: () => (/* binding */ internalDomains),
/* harmony export */   vB: () => (/* binding */ InternalDomains),
/* harmony export */   zg: () => (/* binding */ domainsOfList)
/* harmony export */ });
/* harmony import */ var node_url__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(73136);
/* harmony import */ var node_url__WEBPACK_IMPORTED_MODULE_0___default = /*#__PURE__*/__webpack_require__.n(node_url__WEBPACK_IMPORTED_MODULE_0__);
/* harmony import */ var _errors_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(83916);
/* harmony import */ var _address_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(16592);
/* harmony import */ var _text_display_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(24745);
/* harmony import */ var _text_audience_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(58217);





/** Letters, digits and hyphens of any script, as in addresses. */
const DOMAIN = /^[\p{L}\p{M}\p{N}-]+(?:\.[\p{L}\p{M}\p{N}-]+)*$/u;
/**
 * Local parts of addresses whose mailbox is elsewhere than their domain says: an address that Exchange encapsulates
 * (`IMCEASMTP-eve+40evil+2Ecom@contoso.com`), the user principal name of a guest, and an X.500 address that contains `@`.
 */
const MAILBOX_ELSEWHERE = /^(?:imcea|\/[a-z]+=)|#ext#$/i;
/** The domains that count as internal, each with all its subdomains unless they are excluded. */
class InternalDomains {
    #domains;
    #withoutSubdomains;
    /** What `has` found before: a tenant has few domains, and many addresses in each. */
    #found = new Map();
    /**
     * @param domains in lower case and ASCII, without a trailing dot
     * @param withoutSubdomains domains that count as internal by themselves
     */
    constructor(domains, withoutSubdomains = []) {
        this.#domains = new Set(domains);
        this.#withoutSubdomains = new Set(withoutSubdomains);
    }
    /** Those that count with their subdomains. */
    get names() {
        return [...this.#domains];
    }
    /** Whether a domain is internal, ignoring case, a trailing dot and the spelling of `ü` as `xn--`. */
    has(domain) {
        const isInternal = this.#found.get(domain) ?? this.#find(domain);
        this.#found.set(domain, isInternal);
        return isInternal;
    }
    #find(domain) {
        const ascii = asciiDomain(domain);
        if (ascii === undefined)
            return false;
        if (this.#domains.has(ascii) || this.#withoutSubdomains.has(ascii))
            return true;
        const labels = ascii.split('.');
        // A top-level domain, as of `root@com`, has no internal subdomains.
        return labels.some((_, index) => index > 0 && index < labels.length - 1 && this.#domains.has(labels.slice(index).join('.')));
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
        const domain = writtenDomain(text);
        if (domain === undefined)
            throw invalidDomain(text);
        domains.push(domain);
    }
    return new InternalDomains(domains);
}
/** A domain as people and Exchange write it: `contoso.com`, `@contoso.com` or `*.contoso.com`. */
function writtenDomain(text) {
    const domain = asciiDomain(text.replace(/^(?:@|(?:\*?\.))/, ''));
    return domain?.includes('.') === true ? domain : undefined;
}
/**
 * The accepted domains of a tenant; undefined for none, and for one that is no domain.
 * https://learn.microsoft.com/powershell/module/exchange/set-accepteddomain#-matchsubdomains
 */
function acceptedInternalDomains(accepted) {
    const whole = [];
    const single = [];
    for (const { name, hasSubdomains } of accepted) {
        const domain = writtenDomain(name);
        if (domain === undefined)
            return undefined;
        (hasSubdomains ? whole : single).push(domain);
    }
    return accepted.length === 0 ? undefined : new InternalDomains(whole, single);
}
/** The domains of a list in lower case and ASCII, each with its first mailboxes, at most `maxMailboxes`. */
function domainsOfList(list, maxMailboxes) {
    const domains = new Map();
    for (const mailbox of list.mailboxes) {
        const domainText = (0,_address_js__WEBPACK_IMPORTED_MODULE_2__/* .domainOf */ .Ow)(mailbox.address);
        const domain = domainText === undefined ? undefined : asciiDomain(domainText);
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
    return new _errors_js__WEBPACK_IMPORTED_MODULE_1__/* .UserError */ .yo('INPUT_INVALID', `${(0,_text_audience_js__WEBPACK_IMPORTED_MODULE_3__/* .theInput */ .y8)('internal-domains')} cannot be ${(0,_text_display_js__WEBPACK_IMPORTED_MODULE_4__/* .shownText */ .f$)(text)}.`, {
        hint: 'Write one domain a line, such as contoso.com. Its subdomains are included.',
    });
}


/***/ }),

/***/ 6404:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   G$: () => (/* binding */ differingColumns),
/* harmony export */   c3: () => (/* binding */ listOf),
/* harmony export */   h7: () => (/* binding */ mailboxList),
/* harmony export */   iK: () => (/* binding */ listPlace),
/* harmony export */   it: () => (/* binding */ MailboxCollector),
/* harmony export */   yy: () => (/* binding */ isListed)
/* harmony export */ });
/** The place alone. */
function listPlace({ file, line }) {
    return file === undefined ? {} : { file, line };
}
/** Whether a list has a mailbox. */
function isListed(mailbox) {
    return mailbox.file !== undefined;
}
const MAX_DUPLICATES_KEPT = 10;
/** Collects the mailboxes of a list, each address once. */
class MailboxCollector {
    #byAddress = new Map();
    #duplicates = [];
    #conflicts = new Map();
    #duplicateCount = 0;
    /** Adds a mailbox with a valid and trimmed address. Returns the one that the list already has with the address. */
    add(mailbox) {
        const key = mailbox.address.toLowerCase();
        const firstAt = this.#byAddress.get(key);
        if (firstAt === undefined)
            this.#byAddress.set(key, mailbox);
        else {
            this.#duplicateCount += 1;
            if (isListed(mailbox) && isListed(firstAt))
                this.#addDuplicate(key, { mailbox, firstAt });
        }
        return firstAt;
    }
    #addDuplicate(key, { mailbox, firstAt }) {
        if (this.#duplicates.length < MAX_DUPLICATES_KEPT)
            this.#duplicates.push({ mailbox, firstAt });
        const differing = differingColumns(firstAt, mailbox);
        if (differing.length === 0)
            return;
        const columns = firstAt.columns?.map((value, index) => (differing.includes(index) ? null : value));
        this.#byAddress.set(key, { ...firstAt, columns });
        if (!this.#conflicts.has(key))
            this.#conflicts.set(key, { mailbox, firstAt });
    }
    /**
     * @param files paths of all list files, relative to the workspace
     * @param columns names of the list's columns
     */
    list(files, columns) {
        const repeated = {
            duplicateCount: this.#duplicateCount,
            duplicates: this.#duplicates,
            conflicts: [...this.#conflicts.values()],
        };
        return listOf([...this.#byAddress.values()], { ...repeated, files, columns });
    }
}
/** The positions of columns for which two entries of a mailbox have different values. A file without the column says nothing. */
function differingColumns({ columns = [] }, { columns: otherColumns = [] }) {
    return columns.flatMap((value, index) => {
        const other = otherColumns[index] ?? null;
        return value !== null && other !== null && value !== other ? [index] : [];
    });
}
/** A list of mailboxes, each address once. Parameters as those of `MailboxCollector`. */
function mailboxList(entries, files = [], columns = []) {
    const collector = new MailboxCollector();
    for (const mailbox of entries)
        collector.add(mailbox);
    return collector.list(files, columns);
}
/** A list of mailboxes without duplicates. */
function listOf(mailboxes, properties) {
    const mailboxAt = (position) => {
        const mailbox = mailboxes[position];
        if (mailbox !== undefined)
            return mailbox;
        throw new RangeError(`The list has ${mailboxes.length} mailboxes and none at position ${position}.`);
    };
    return { ...properties, mailboxes, length: mailboxes.length, at: mailboxAt };
}


/***/ }),

/***/ 74492:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   hH: () => (/* binding */ MAX_SHARDS),
/* harmony export */   q$: () => (/* binding */ positionsOf),
/* harmony export */   tC: () => (/* binding */ shareOf),
/* harmony export */   u9: () => (/* binding */ shardArtifactName),
/* harmony export */   uD: () => (/* binding */ shardOfAddress),
/* harmony export */   uk: () => (/* binding */ shardRange)
/* harmony export */ });
/* harmony import */ var node_crypto__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(77598);
/* harmony import */ var node_crypto__WEBPACK_IMPORTED_MODULE_0___default = /*#__PURE__*/__webpack_require__.n(node_crypto__WEBPACK_IMPORTED_MODULE_0__);
/* harmony import */ var _mailbox_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(6404);


/** GitHub allows 256 jobs in a matrix. https://docs.github.com/actions/reference/limits */
const MAX_SHARDS = 256;
/** The positions of a shard: contiguous, so that the order of the list survives. Sizes differ by one at most. */
function shardRange(length, { number, of }) {
    return { start: Math.floor(((number - 1) * length) / of), end: Math.floor((number * length) / of) };
}
/** The mailboxes of a shard as a list. Duplicates and files remain those of the whole list. */
function shareOf(list, shard) {
    const { start, end } = shardRange(list.length, shard);
    return (0,_mailbox_js__WEBPACK_IMPORTED_MODULE_1__/* .listOf */ .c3)(list.mailboxes.slice(start, end), list);
}
/**
 * The shard of an address, from 1. It does not depend on the other mailboxes: shards with `mailboxes: all` list the tenant at different
 * times, so that their lists may differ.
 */
function shardOfAddress(address, of) {
    return (Number.parseInt((0,node_crypto__WEBPACK_IMPORTED_MODULE_0__.hash)('sha256', address.toLowerCase()).slice(0, 8), 16) % of) + 1;
}
/**
 * The positions of a shard in a list with the mailboxes of the tenant.
 *
 * @param late positions of mailboxes that another shard may have missed, because they are new: each shard that lists them reads them
 */
function positionsOf({ mailboxes }, { number, of }, late) {
    return mailboxes.flatMap(({ address }, position) => shardOfAddress(address, of) === number || late.has(position) ? [position] : []);
}
/** The name of a shard's artifact: `mailbox-report-shard-2-of-8`. */
function shardArtifactName(artifactName, { number, of }) {
    return `${artifactName}-shard-${number}-of-${of}`;
}


/***/ }),

/***/ 71864:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   E: () => (/* binding */ CHUNK_BYTES),
/* harmony export */   W: () => (/* binding */ ChunkedText)
/* harmony export */ });
/** Bytes that are collected before they are written or compressed. */
const CHUNK_BYTES = 1024 * 1024;
/** Chunks that may wait in a stream. */
const MOST_WAITING = 2;
/** Of a unit of UTF-16 in UTF-8. */
const MOST_BYTES = 3;
/**
 * Writes text to a stream, in UTF-8 and in chunks. Each text is encoded by itself: joined texts would be copied once more, and one
 * character beyond Latin-1 slows down the encoding of its whole text.
 */
class ChunkedText {
    #stream;
    #onFailure;
    /** Of the chunk that is not yet handed to the stream. */
    #bytes;
    #used = 0;
    /** Of the latest chunks: resolves when the stream has passed them on, or is closed. */
    #passed = [];
    /** @param onFailure receives why the stream could not pass a chunk on */
    constructor(stream, onFailure) {
        this.#stream = stream;
        this.#onFailure = onFailure;
    }
    /** If it returns a promise, await it before the next write: the stream is slower, and text would collect in memory. */
    write(text) {
        if (this.#add(text))
            return;
        this.#passed.push(this.flush());
        if (!this.#add(text))
            this.#passed.push(this.#send(text));
        if (this.#passed.length > MOST_WAITING)
            return this.#passed.shift();
    }
    /** Hands the text so far to the stream. Resolves when the stream has passed it on, or is closed. */
    flush() {
        const chunk = this.#bytes?.subarray(0, this.#used) ?? '';
        this.#bytes = undefined;
        this.#used = 0;
        return this.#send(chunk);
    }
    #send(chunk) {
        return new Promise((resolve) => {
            const settle = (error) => {
                this.#stream.off('close', settle);
                if (error)
                    this.#onFailure(error);
                resolve();
            };
            this.#stream.on('close', settle).write(chunk, settle);
        });
    }
    /** Returns false if there may be no room in the chunk. */
    #add(text) {
        if (text.length * MOST_BYTES > CHUNK_BYTES - this.#used)
            return false;
        this.#bytes ??= Buffer.allocUnsafeSlow(CHUNK_BYTES);
        this.#used += this.#bytes.write(text, this.#used);
        return true;
    }
}


/***/ }),

/***/ 1745:
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
function noFields() {
    return { texts: new Map(), lists: new WeakMap() };
}
/** A record of RFC 4180 with its CRLF, except for another delimiter. Formulas are defused. `known`: fields of earlier records, to which this one adds. */
function csvRecord(cells, delimiter = ',', known = noFields()) {
    return `${cells.map((cell) => csvField(cell, delimiter, known)).join(delimiter)}\r\n`;
}
function csvField(cell, delimiter, { texts, lists }) {
    if (typeof cell === 'number')
        return String(cell);
    const ofList = Array.isArray(cell) ? lists.get(cell) : undefined;
    if (ofList !== undefined)
        return ofList;
    const text = (0,_text_display_js__WEBPACK_IMPORTED_MODULE_2__/* .cellText */ .Ie)(cell);
    if (text === '' || (0,_text_csv_js__WEBPACK_IMPORTED_MODULE_3__/* .isPlain */ .$)(text))
        return text;
    const earlier = texts.get(text);
    if (earlier !== undefined)
        return earlier;
    const field = (0,csv_stringify_sync__WEBPACK_IMPORTED_MODULE_0__/* .stringify */ .A)([[(0,_text_csv_js__WEBPACK_IMPORTED_MODULE_3__/* .defusedText */ .W)(text)]], { delimiter, quoted_match: QUOTED, eof: false });
    if (text.length > MAX_KNOWN_LENGTH) {
        if (Array.isArray(cell))
            lists.set(cell, field);
    }
    else if (texts.size < MAX_KNOWN)
        texts.set(text, field);
    return field;
}
/** A CSV that is being written: RFC 4180 except for the delimiter, CRLF, UTF-8. */
class CsvFile {
    #file;
    #delimiter;
    #known = noFields();
    /** Creates the file with its header. Throws as `createTextFile` does. */
    constructor(file, columns, { bom, delimiter }, mode) {
        this.#file = (0,_text_file_js__WEBPACK_IMPORTED_MODULE_1__/* .createTextFile */ .Qz)(file, (bom ? BYTE_ORDER_MARK : '') + csvRecord(columns, delimiter), mode);
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
function csvSink(path, columns, rowsOf, options, lastRows = () => []) {
    const file = new CsvFile(path, columns, options);
    let isComplete = false;
    return {
        path,
        add: (result) => file.write(rowsOf(result)),
        close: async (summary) => {
            if (summary !== undefined && !isComplete) {
                isComplete = true;
                for (const cells of lastRows())
                    await file.write([cells]);
            }
            await file.close();
        },
    };
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
/* harmony import */ var _files_temp_folder_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(82766);
/* harmony import */ var _chunked_text_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(71864);




/**
 * Creates a text file in UTF-8, in a folder that exists. A file of that name is replaced, never written to: it may be a
 * link to another file, or a pipe. Throws the UserError `OUTPUT_UNWRITABLE` at once, before a mailbox is read.
 */
function createTextFile(file, start = '', mode) {
    return new TextFile(file, createFile(file, mode), start);
}
/** Creates a file as `createTextFile` does. `mode`: its permissions, before the umask of the process. */
function createFile(file, mode = 0o666) {
    try {
        removeExisting(file);
        // With `x` no link is followed either: https://pubs.opengroup.org/onlinepubs/9799919799/functions/open.html
        return (0,node_fs__WEBPACK_IMPORTED_MODULE_0__.createWriteStream)(file, { fd: (0,node_fs__WEBPACK_IMPORTED_MODULE_0__.openSync)(file, 'wx', mode) });
    }
    catch (error) {
        throw (0,_files_temp_folder_js__WEBPACK_IMPORTED_MODULE_2__/* .outputError */ .cw)(file, error);
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
    #text;
    #failure;
    #closed;
    constructor(file, stream, start) {
        this.path = file;
        this.#stream = stream;
        const fail = (error) => {
            this.#failure ??= (0,_files_temp_folder_js__WEBPACK_IMPORTED_MODULE_2__/* .outputError */ .cw)(file, error);
        };
        this.#text = new _chunked_text_js__WEBPACK_IMPORTED_MODULE_3__/* .ChunkedText */ .W(stream, fail);
        stream.on('error', fail);
        void this.#text.write(start);
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
        const passed = this.#text.write(text);
        if (passed !== undefined)
            return this.#unlessFailed(passed);
    }
    /** Writes the text so far to the disk. Rejects as `write` does. */
    async flush() {
        await this.#unlessFailed(this.#text.flush());
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
            throw this.#failure ?? (0,_files_temp_folder_js__WEBPACK_IMPORTED_MODULE_2__/* .outputError */ .cw)(file, error);
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
    async #unlessFailed(passed) {
        await passed;
        if (this.#failure !== undefined)
            throw this.#failure;
    }
    async #end(end) {
        if (!this.#stream.closed) {
            const closed = new Promise((resolve) => this.#stream.once('close', resolve));
            void this.#text.flush();
            this.#stream.end(end);
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
/* harmony export */   I: () => (/* binding */ findingRank),
/* harmony export */   L: () => (/* binding */ canCorrect)
/* harmony export */ });
/** The place of a finding in `violations.csv` and on the page: violations of errors first, inconclusive findings last. */
function findingRank({ verdict, severity }) {
    if (verdict === 'inconclusive')
        return 2;
    return severity === 'error' ? 0 : 1;
}
/** Whether findings of a rule may have a command. */
function canCorrect({ command, removal }) {
    return command !== undefined || removal !== undefined;
}


/***/ }),

/***/ 41863:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   q: () => (/* binding */ placedSections)
/* harmony export */ });
/* harmony import */ var _run_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(44974);
/* harmony import */ var _settings_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(74722);


/** The sections of every run, and those of its features, each with its places. */
function placedSections(summary, view) {
    const { reports, warnings, parts } = summary;
    const isFull = view.detail === 'full';
    return [
        { section: (0,_settings_js__WEBPACK_IMPORTED_MODULE_1__/* .repliesSection */ .YY)(reports), page: 'replies' },
        { section: (0,_run_js__WEBPACK_IMPORTED_MODULE_0__/* .unreadSection */ .f7)(summary), summary: 'not-read', as: 'open', page: 'not-read' },
        { section: isFull ? (0,_run_js__WEBPACK_IMPORTED_MODULE_0__/* .unreadList */ .Ye)(summary) : undefined, summary: 'unread-mailboxes', as: 'folded' },
        { section: (0,_settings_js__WEBPACK_IMPORTED_MODULE_1__/* .mailboxesSection */ .uz)(reports), page: 'types' },
        { section: (0,_run_js__WEBPACK_IMPORTED_MODULE_0__/* .warningsSection */ .xd)(warnings), summary: 'warnings', as: 'folded', page: 'warnings' },
        { section: (0,_settings_js__WEBPACK_IMPORTED_MODULE_1__/* .settingsSection */ .pL)(reports), summary: 'values', as: 'folded' },
        ...parts.flatMap((part) => part.sections?.(summary, view) ?? []),
    ];
}


/***/ }),

/***/ 44974:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   D6: () => (/* binding */ resultText),
/* harmony export */   EU: () => (/* binding */ runCounts),
/* harmony export */   Sk: () => (/* binding */ experimentalText),
/* harmony export */   V5: () => (/* binding */ certificateText),
/* harmony export */   Ye: () => (/* binding */ unreadList),
/* harmony export */   bt: () => (/* binding */ resultSentence),
/* harmony export */   ey: () => (/* binding */ reportsTable),
/* harmony export */   f7: () => (/* binding */ unreadSection),
/* harmony export */   pI: () => (/* binding */ runFacts),
/* harmony export */   v$: () => (/* binding */ isExpiring),
/* harmony export */   xd: () => (/* binding */ warningsSection)
/* harmony export */ });
/* harmony import */ var _auth_certificate_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(98481);
/* harmony import */ var _text_numbers_js__WEBPACK_IMPORTED_MODULE_5__ = __webpack_require__(92613);
/* harmony import */ var _text_display_js__WEBPACK_IMPORTED_MODULE_8__ = __webpack_require__(24745);
/* harmony import */ var _totals_mailbox_counts_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(99620);
/* harmony import */ var _totals_shown_findings_js__WEBPACK_IMPORTED_MODULE_6__ = __webpack_require__(78773);
/* harmony import */ var _totals_report_counts_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(68034);
/* harmony import */ var _run_section_js__WEBPACK_IMPORTED_MODULE_7__ = __webpack_require__(69194);
/* harmony import */ var _run_result_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(64612);
/* harmony import */ var _text_audience_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(58217);









const MAX_WARNINGS = 20;
const MAX_UNREAD = 20;
/** The result, and for a `pass` the number of mailboxes that were not read: `pass, 28 not read`. */
function resultText({ result, cancelled, mailboxes }) {
    const notRead = result === 'pass' && mailboxes.unreadable > 0 ? `, ${(0,_text_numbers_js__WEBPACK_IMPORTED_MODULE_5__/* .count */ .U9)(mailboxes.unreadable)} not read` : '';
    return `${result}${notRead}${cancelled ? ' (cancelled)' : ''}`;
}
/** The result in a sentence, else how many mailboxes were read. */
function resultSentence({ message, mailboxes, maxUnreadable }) {
    const { total, unreadable } = mailboxes;
    if (message !== '')
        return message;
    if (unreadable === 0)
        return total === 1 ? 'The mailbox was read.' : `All ${(0,_text_numbers_js__WEBPACK_IMPORTED_MODULE_5__/* .count */ .U9)(total)} mailboxes were read.`;
    return `${(0,_text_numbers_js__WEBPACK_IMPORTED_MODULE_5__/* .count */ .U9)(unreadable)} of ${(0,_text_numbers_js__WEBPACK_IMPORTED_MODULE_5__/* .counted */ .hS)(total, 'mailbox', 'mailboxes')} could not be read; ${(0,_text_audience_js__WEBPACK_IMPORTED_MODULE_4__/* .inputName */ .yu)('max-unreadable')} is ${maxUnreadable}.`;
}
/** Which reports are experimental, and why. Undefined if none is. */
function experimentalText(reports) {
    const experimental = reports.filter(({ isExperimental }) => isExperimental).map(({ name }) => name);
    if (experimental.length === 0)
        return undefined;
    const which = experimental.length === 1 ? 'this report reads' : 'these reports read';
    return `${(0,_text_numbers_js__WEBPACK_IMPORTED_MODULE_5__/* .someNames */ .Xq)(experimental, String)}. Microsoft does not document the interface of Exchange Online that ${which}.`;
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
            (0,_text_numbers_js__WEBPACK_IMPORTED_MODULE_5__/* .counted */ .hS)(mailboxes.unreadableBy(status), 'mailbox', 'mailboxes'),
            _totals_mailbox_counts_js__WEBPACK_IMPORTED_MODULE_1__/* .REMEDIES */ .l0[status],
        ],
    }));
    const title = _run_result_js__WEBPACK_IMPORTED_MODULE_3__/* .UNREAD_TITLE */ .bs;
    const columns = [
        { name: 'Cause', kind: 'short' },
        { name: 'Found', kind: 'short' },
        { name: 'What to do', kind: 'prose' },
    ];
    const table = { label: title, columns, rows, unit: ['cause', 'causes'] };
    return { title, short: 'Not read', folded: `${title}: ${(0,_text_numbers_js__WEBPACK_IMPORTED_MODULE_5__/* .count */ .U9)(unreadable)}`, blocks: [{ table }] };
}
/** Mailboxes that could not be read, with some of each cause. Undefined if all were read. */
function unreadList({ mailboxes, lines }) {
    const { causes, unreadable } = mailboxes;
    if (unreadable === 0)
        return undefined;
    const byCause = causes.map((status) => mailboxes.unreadableMailboxes(status).map((mailbox) => ({ ...mailbox, status })));
    const rows = (0,_totals_shown_findings_js__WEBPACK_IMPORTED_MODULE_6__/* .inTurns */ .gG)(byCause, MAX_UNREAD)
        .sort((one, other) => causes.indexOf(one.status) - causes.indexOf(other.status))
        .map((mailbox) => ({
        cells: [{ mailbox: mailbox.address }, { code: mailbox.status }, (0,_run_section_js__WEBPACK_IMPORTED_MODULE_7__/* .placeInList */ .fs)(lines, mailbox), mailbox.error],
    }));
    const title = 'Which could not be read';
    const columns = [{ name: 'Mailbox' }, { name: 'Cause' }, { name: 'Listed at' }, { name: 'Error' }];
    const table = { label: title, columns, rows, unit: ['mailbox', 'mailboxes'] };
    return {
        title,
        folded: `${title}: ${mailboxes.causesText}`,
        blocks: [{ table: { ...table, more: unreadable - rows.length, moreIn: 'the CSV' } }],
    };
}
function warningsSection(warnings) {
    if (warnings.length === 0)
        return undefined;
    const items = warnings.slice(0, MAX_WARNINGS).map((warning) => (0,_text_display_js__WEBPACK_IMPORTED_MODULE_8__/* .shortened */ .vI)(warning, 500));
    if (warnings.length > items.length)
        items.push(`and ${(0,_text_numbers_js__WEBPACK_IMPORTED_MODULE_5__/* .count */ .U9)(warnings.length - items.length)} more: see the log`);
    return { title: 'Warnings', folded: `Warnings: ${(0,_text_numbers_js__WEBPACK_IMPORTED_MODULE_5__/* .count */ .U9)(warnings.length)}`, blocks: [{ items }] };
}
/** What was read, from which files, and in which run: the names of these facts and their values. */
function runFacts({ listFiles, reports, policy, fileSettings = [], runUrl, }) {
    const labels = reports.map(({ label, items, read, unit }) => items === read ? label : `${label} (${(0,_text_numbers_js__WEBPACK_IMPORTED_MODULE_5__/* .counted */ .hS)(items, unit.singular, unit.plural)})`);
    const names = (all) => (0,_run_section_js__WEBPACK_IMPORTED_MODULE_7__/* .namesOf */ .eZ)(all, (name) => (0,_text_display_js__WEBPACK_IMPORTED_MODULE_8__/* .shortened */ .vI)(name, 300));
    const facts = [
        ['Reports', names(labels)],
        [listFiles.length === 1 ? 'Mailbox list' : 'Mailbox lists', listFiles.length === 0 ? undefined : names(listFiles)],
        [
            'Policy',
            policy && `${(0,_text_display_js__WEBPACK_IMPORTED_MODULE_8__/* .shortened */ .vI)(policy.file, 300)}${policy.baseline ? `. ${baselineSentence(policy.baseline)}` : ''}`,
        ],
        ['Settings', fileSettings.length === 0 ? undefined : (0,_text_display_js__WEBPACK_IMPORTED_MODULE_8__/* .shortened */ .vI)(fileSettings.join('; '), 300)],
        ['Run', runUrl === undefined ? undefined : { link: 'This run', url: runUrl }],
    ];
    return facts.flatMap(([name, value]) => (value === undefined ? [] : [[name, value]]));
}
/** The file of a baseline, the number of its entries, and how many no longer occur. */
function baselineSentence({ file, entries, stale }) {
    const gone = stale === 0 ? '' : `; ${(0,_text_numbers_js__WEBPACK_IMPORTED_MODULE_5__/* .count */ .U9)(stale)} no longer ${stale === 1 ? 'occurs' : 'occur'}`;
    return `Baseline ${(0,_text_display_js__WEBPACK_IMPORTED_MODULE_8__/* .shortened */ .vI)(file, 300)}: ${(0,_text_numbers_js__WEBPACK_IMPORTED_MODULE_5__/* .counted */ .hS)(entries, 'entry', 'entries')}${gone}.`;
}
/** How long a certificate is valid. */
function certificateText({ daysLeft, expiresOn }) {
    return `${(0,_text_numbers_js__WEBPACK_IMPORTED_MODULE_5__/* .counted */ .hS)(daysLeft, 'day', 'days')} left, until ${expiresOn.toISOString().slice(0, 10)}`;
}
/** Whether it is time to register another certificate. */
function isExpiring({ daysLeft }) {
    return daysLeft <= _auth_certificate_js__WEBPACK_IMPORTED_MODULE_0__/* .RENEWAL_DAYS */ .lp;
}
/** The numbers of the run, as far as they are known. */
function runCounts(summary) {
    const { mailboxes, duplicateCount, unlistedCount, reports, policy } = summary;
    const verdicts = policy?.verdicts;
    const numbers = [
        ['Mailboxes', mailboxes.total],
        ['Read', mailboxes.read],
        ['Not read', mailboxes.unreadable],
        ['Repeated in the list', duplicateCount === 0 ? undefined : duplicateCount],
        ['Not in the list', unlistedCount],
        ...(0,_totals_report_counts_js__WEBPACK_IMPORTED_MODULE_2__/* .viewsOf */ .W6)(reports).map(({ view, counts }) => [view.label, counts.mailboxes]),
        ['Violations', verdicts?.total('failed')],
        ['Warnings', verdicts?.total('warned')],
        ['Known', policy?.baseline && verdicts?.total('known')],
        ['Exempt', verdicts?.total('exempt')],
    ];
    const known = numbers.flatMap(([name, number]) => (number === undefined ? [] : [{ name, number }]));
    return {
        label: 'Counts',
        columns: known.map(({ name }) => ({ name, kind: 'number' })),
        rows: [{ cells: known.map(({ number }) => (0,_text_numbers_js__WEBPACK_IMPORTED_MODULE_5__/* .count */ .U9)(number)) }],
        unit: ['row', 'rows'],
    };
}
/** The reports with their rows and mailboxes. Undefined if one report has a row per mailbox: its counts are those of the run. */
function reportsTable(reports) {
    if (reports.length === 1 && reports.every(({ items, read, isExperimental }) => items === read && !isExperimental)) {
        return undefined;
    }
    const rows = reports.slice(0, _text_numbers_js__WEBPACK_IMPORTED_MODULE_5__/* .MAX_NAMES */ .oA).map(({ label, items, unit, read, unreadable }) => ({
        cells: [
            (0,_text_display_js__WEBPACK_IMPORTED_MODULE_8__/* .shortened */ .vI)(label, 100),
            (0,_text_display_js__WEBPACK_IMPORTED_MODULE_8__/* .shortened */ .vI)((0,_text_numbers_js__WEBPACK_IMPORTED_MODULE_5__/* .counted */ .hS)(items, unit.singular, unit.plural), 100),
            (0,_text_numbers_js__WEBPACK_IMPORTED_MODULE_5__/* .count */ .U9)(read),
            (0,_text_numbers_js__WEBPACK_IMPORTED_MODULE_5__/* .count */ .U9)(unreadable),
        ],
    }));
    const numbers = ['Rows', 'Mailboxes read', 'Not read'].map((name) => ({ name, kind: 'number' }));
    return {
        label: 'Reports',
        columns: [{ name: 'Report' }, ...numbers],
        rows,
        more: reports.length - rows.length,
        unit: ['report', 'reports'],
    };
}


/***/ }),

/***/ 74722:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   D8: () => (/* binding */ valueTables),
/* harmony export */   YY: () => (/* binding */ repliesSection),
/* harmony export */   pL: () => (/* binding */ settingsSection),
/* harmony export */   uz: () => (/* binding */ mailboxesSection)
/* harmony export */ });
/* harmony import */ var _text_numbers_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(92613);

/** Values of a column; further values are one row. */
const MAX_VALUES = 15;
const MAX_LISTED = 5;
const MAX_AUDIENCES = 10;
/** Longer values are shortened, so that no row has them. */
const MAX_LINKED = 99;
/** The columns of some groups that have values, in their order. If columns have one title, only the first. */
function countedValues(reports, groups) {
    const all = reports
        .flatMap((report) => report.countedColumns.map((column) => ({ report: report.name, column, counts: report.values(column.column) })))
        .flatMap(({ report, column, counts }) => counts === undefined || counts.total === 0 || !groups.includes(column.group) ? [] : [{ report, column, counts }])
        .toSorted((one, other) => one.column.order - other.column.order);
    return [...Map.groupBy(all, ({ column }) => column.title).values()].flatMap(([first]) => first ?? []);
}
/** The most frequent values, and how many mailboxes have others. */
function mostFrequent({ total, values }, most) {
    const first = values.slice(0, most);
    return { first, rest: total - first.reduce((sum, { count: number }) => sum + number, 0) };
}
/** The most frequent values of counted columns, and the others in one row. */
function valueTables(reports, groups) {
    return countedValues(reports, groups).map(({ report, column: { title, column }, counts }) => {
        const { first, rest } = mostFrequent(counts, MAX_VALUES);
        const longest = Math.max(rest, ...first.map(({ count: number }) => number));
        const row = (name, number) => ({
            cells: [name, (0,_text_numbers_js__WEBPACK_IMPORTED_MODULE_0__/* .count */ .U9)(number), { segments: [{ kind: 'value', count: number }], longest }],
        });
        const rows = first.map(({ value, count: number }) => {
            const about = orNotSet(value);
            const linked = { about, rows: { report, conditions: [{ column, is: value }] } };
            return row(value.length > MAX_LINKED ? about : linked, number);
        });
        if (rest > 0)
            rows.push(row('all others', rest));
        const columns = [
            { name: title },
            { name: 'Mailboxes', kind: 'number' },
            { name: 'Share', kind: 'bars' },
        ];
        return { label: title, columns, rows, unit: ['value', 'values'] };
    });
}
/** The most frequent values of settings, for the summary: a list for each. Undefined if none is counted. */
function settingsSection(reports) {
    const settings = countedValues(reports, ['replies', 'settings']);
    if (settings.length === 0)
        return undefined;
    const lists = settings.map(({ counts }) => {
        const { first, rest } = mostFrequent(counts, MAX_LISTED);
        const line = (value, number) => `${value}: ${(0,_text_numbers_js__WEBPACK_IMPORTED_MODULE_0__/* .count */ .U9)(number)} (${(0,_text_numbers_js__WEBPACK_IMPORTED_MODULE_0__/* .percentage */ .X1)(number, counts.total)})`;
        const lines = first.map(({ value, count: number }) => line(orNotSet(value), number));
        return { lines: rest > 0 ? [...lines, line('all others', rest)] : lines };
    });
    const title = 'Settings';
    const columns = settings.map(({ column }) => ({ name: column.title }));
    const table = { label: title, columns, rows: [{ cells: lists }], unit: ['row', 'rows'] };
    const names = settings.map(({ column }) => column.title.toLowerCase());
    return { title, folded: `${title}: ${(0,_text_numbers_js__WEBPACK_IMPORTED_MODULE_0__/* .listed */ .KE)(names, 'and')}`, blocks: [{ table }] };
}
/** The types of mailboxes, and their sizes. Undefined if neither is known. */
function mailboxesSection(reports) {
    const [types] = valueTables(reports, ['types']);
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
        blocks: [...(types === undefined ? [] : [{ table: types }]), ...(sizes.length === 0 ? [] : [{ table }])],
    };
}
/** The audiences outside of automatic replies that are on or scheduled. Undefined if there are none. */
function repliesSection(reports) {
    const report = reports.find(({ replies }) => replies !== undefined);
    if (report?.replies === undefined || report.replies.on.total + report.replies.scheduled.total === 0)
        return undefined;
    const { on, scheduled, audience: column, view } = report.replies;
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
        const conditions = [{ column, is: entry.audience }];
        const segments = ['on', 'scheduled'].map((kind) => ({ kind, count: entry[kind] }));
        const link = { about: orNotSet(entry.audience), rows: { report: report.name, view, conditions } };
        return { cells: [link, (0,_text_numbers_js__WEBPACK_IMPORTED_MODULE_0__/* .count */ .U9)(entry.on), (0,_text_numbers_js__WEBPACK_IMPORTED_MODULE_0__/* .count */ .U9)(entry.scheduled), { segments, longest }] };
    });
    const title = 'Automatic replies by audience outside';
    const total = (0,_text_numbers_js__WEBPACK_IMPORTED_MODULE_0__/* .counted */ .hS)(on.total + scheduled.total, 'mailbox', 'mailboxes');
    const table = {
        label: title,
        rows,
        unit: ['audience', 'audiences'],
        more: sorted.length - rows.length,
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
    const paragraph = [{ about: total, rows: { report: report.name, view } }, ' with automatic replies on or scheduled.'];
    return { title, short: 'Replies', folded: `${title}: ${total}`, blocks: [{ paragraph }, { table }] };
}
function orNotSet(value) {
    return value.trim() === '' ? '(not set)' : value;
}


/***/ }),

/***/ 23338:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   m: () => (/* binding */ correctedReport),
/* harmony export */   p: () => (/* binding */ WHOLE_ROW)
/* harmony export */ });
/* harmony import */ var _reports_definition_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(54530);

/** The path of the setting that `set: remove` is: the whole row, whose value becomes null. */
const WHOLE_ROW = 'entry';
/** The report whose columns a rule expects, which its `set` changes: its own or another one. Undefined for columns of several. */
function correctedReport(own, expected) {
    const [first = own.name, ...others] = new Set(expected.map((column) => (0,_reports_definition_js__WEBPACK_IMPORTED_MODULE_0__/* .columnOf */ .uV)(own, column).report));
    return others.length === 0 ? first : undefined;
}


/***/ }),

/***/ 50722:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   $t: () => (/* binding */ placeOf),
/* harmony export */   ci: () => (/* binding */ addressOf),
/* harmony export */   pb: () => (/* binding */ subjectLabel),
/* harmony export */   zM: () => (/* binding */ listCellsOf)
/* harmony export */ });
/* harmony import */ var _mailboxes_mailbox_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(6404);

/** The cell `MailboxName` of a finding: blank unless it is about a mailbox. */
function addressOf(subject) {
    return subject.kind === 'mailbox' ? subject.mailbox.address : '';
}
/** The cells that the list has about the mailbox of a finding, in the order of its columns. */
function listCellsOf(subject) {
    return subject.kind === 'mailbox' ? (subject.mailbox.columns ?? []) : [];
}
/** What a finding is about, for people, where its item has no place of its own. Hostile text until escaped. */
function subjectLabel({ subject, item }) {
    if (subject.kind === 'mailbox')
        return subject.mailbox.address;
    return item === '' ? subject.table : `${subject.table}: ${item}`;
}
/** The line that a developer can change: of the mailbox in its list, if one has it, else of the rule in the policy. */
function placeOf({ subject, rule, }) {
    return subject.kind === 'mailbox' && (0,_mailboxes_mailbox_js__WEBPACK_IMPORTED_MODULE_0__/* .isListed */ .yy)(subject.mailbox) ? subject.mailbox : rule.place;
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
    let severest;
    for (const verdict of verdicts) {
        if (severest === undefined || severities[verdict] > severities[severest])
            severest = verdict;
    }
    return severest;
}
/** The findings of a report, in the order of its rules; none without a verdict. */
function findingsIn(verdict) {
    return verdict?.rules.flatMap(({ findings }) => findings) ?? [];
}


/***/ }),

/***/ 6336:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  $b: () => (/* binding */ WRITABLE_REPORTS),
  vc: () => (/* binding */ builtInReports),
  UA: () => (/* binding */ isRemovable),
  IL: () => (/* binding */ reportsWriting),
  mK: () => (/* binding */ writableSettings)
});

// EXTERNAL MODULE: ./src/reports/built-in/access.ts
var access = __webpack_require__(33704);
// EXTERNAL MODULE: ./src/reports/built-in/accounts.ts
var accounts = __webpack_require__(64142);
// EXTERNAL MODULE: ./src/reports/built-in/applications.ts
var applications = __webpack_require__(32729);
// EXTERNAL MODULE: ./node_modules/windows-iana/dist/index.js
var dist = __webpack_require__(67376);
// EXTERNAL MODULE: ./src/json.ts
var json = __webpack_require__(8301);
// EXTERNAL MODULE: ./src/text/power-shell.ts
var power_shell = __webpack_require__(55661);
// EXTERNAL MODULE: ./src/reports/corrections.ts
var corrections = __webpack_require__(36174);
;// CONCATENATED MODULE: ./src/reports/built-in/graph-settings.ts




const TEXT = { accepts: (value) => typeof value === 'string', expected: 'a text' };
const FORMAT = (0,corrections/* matching */.wC)(/^[dMyHhmst .,:/'-]{1,40}$/, 'a short date or time format, such as yyyy-MM-dd or HH:mm');
const TIME_ZONE = {
    accepts: (value) => typeof value === 'string' && isTimeZone(value),
    expected: 'a Windows or IANA time zone, such as "W. Europe Standard Time" or Europe/Berlin',
};
const TIME_OF_DAY = (0,corrections/* matching */.wC)(/^(?:[01]\d|2[0-3]):[0-5]\d:[0-5]\d(?:\.0{1,7})?$/, "a time in quotes, such as '08:00:00'");
const LOCAL_DATE_TIME = {
    accepts: (value) => typeof value === 'string' &&
        /^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d(?:\.\d{1,7})?$/.test(value) &&
        !Number.isNaN(Date.parse(`${value.slice(0, 19)}Z`)),
    expected: "a date and time in quotes, such as '2027-01-04T08:00:00'",
};
const LOCALE = (0,corrections/* matching */.wC)(/^[a-z]{2,3}(?:-[A-Z][a-z]{3})?(?:-(?:[A-Z]{2}|\d{3}))?$/, 'a language and region, such as de-DE');
const WEEKDAYS = ['sunday', 'monday', 'tuesday', 'wednesday', 'thursday', 'friday', 'saturday'];
const DAYS = {
    accepts: (value) => Array.isArray(value) &&
        value.length > 0 &&
        new Set(value).size === value.length &&
        value.every((day) => WEEKDAYS.includes(day)),
    expected: 'a list of weekdays, such as [monday, tuesday]',
};
/**
 * The writable properties of Graph's `mailboxSettings`; `archiveFolder` and `userPurpose` are read-only.
 * https://learn.microsoft.com/graph/api/user-update-mailboxsettings
 * Parameters: https://learn.microsoft.com/powershell/module/exchange/set-mailboxautoreplyconfiguration
 */
const SETTINGS = {
    'automaticRepliesSetting.status': {
        ...(0,corrections/* choiceOf */.FH)('disabled', 'alwaysEnabled', 'scheduled'),
        // A schedule needs its times too.
        parameter: ['AutoReplyState', { disabled: 'Disabled', alwaysEnabled: 'Enabled' }],
    },
    'automaticRepliesSetting.externalAudience': {
        ...(0,corrections/* choiceOf */.FH)('none', 'contactsOnly', 'all'),
        parameter: ['ExternalAudience', { none: 'None', contactsOnly: 'Known', all: 'All' }],
    },
    'automaticRepliesSetting.internalReplyMessage': TEXT,
    'automaticRepliesSetting.externalReplyMessage': TEXT,
    'automaticRepliesSetting.scheduledStartDateTime.dateTime': LOCAL_DATE_TIME,
    'automaticRepliesSetting.scheduledStartDateTime.timeZone': TIME_ZONE,
    'automaticRepliesSetting.scheduledEndDateTime.dateTime': LOCAL_DATE_TIME,
    'automaticRepliesSetting.scheduledEndDateTime.timeZone': TIME_ZONE,
    dateFormat: FORMAT,
    delegateMeetingMessageDeliveryOptions: (0,corrections/* choiceOf */.FH)('sendToDelegateAndInformationToPrincipal', 'sendToDelegateAndPrincipal', 'sendToDelegateOnly'),
    'language.locale': LOCALE,
    timeFormat: FORMAT,
    timeZone: TIME_ZONE,
    'workingHours.daysOfWeek': DAYS,
    'workingHours.startTime': TIME_OF_DAY,
    'workingHours.endTime': TIME_OF_DAY,
    'workingHours.timeZone.name': TIME_ZONE,
};
/** What the cells of `mailbox-settings` and `automatic-replies` say about the settings. */
const KEPT = {
    Language: corrections/* FOLLOWS */.Bi,
    Locale: setting('language.locale'),
    TimeZone: setting('timeZone'),
    AutomaticReplyStatus: setting('automaticRepliesSetting.status'),
    AutomaticReplyExternalAudience: setting('automaticRepliesSetting.externalAudience'),
    AutomaticReplyStart: (cell) => scheduled('Start', cell),
    AutomaticReplyEnd: (cell) => scheduled('End', cell),
    AutomaticReplyActive: corrections/* FOLLOWS */.Bi,
    InternalReply: (cell) => ({ 'automaticRepliesSetting.internalReplyMessage': htmlOf(cell) }),
    ExternalReply: (cell) => ({ 'automaticRepliesSetting.externalReplyMessage': htmlOf(cell) }),
    DateFormat: setting('dateFormat'),
    TimeFormat: setting('timeFormat'),
    WorkingDays: setting('workingHours.daysOfWeek'),
    WorkingHoursStart: setting('workingHours.startTime'),
    WorkingHoursEnd: setting('workingHours.endTime'),
    WorkingHoursTimeZone: (cell) => ({ 'workingHours.timeZone': { name: cell } }),
    DelegateMeetingMessages: setting('delegateMeetingMessageDeliveryOptions'),
};
function setting(path) {
    return (cell) => ({ [path]: cell });
}
/** A time of the schedule, which the cell has in UTC. Without a schedule, the service keeps past times, which mean nothing. */
function scheduled(limit, cell) {
    if (typeof cell !== 'string')
        return {};
    const path = `automaticRepliesSetting.scheduled${limit}DateTime`;
    return { [`${path}.dateTime`]: cell.replace(/Z$/, ''), [`${path}.timeZone`]: 'UTC' };
}
/** The text of a reply as HTML. Its format is not kept. */
function htmlOf(cell) {
    if (typeof cell !== 'string')
        return cell;
    return cell.replace(/[&<>]/g, (character) => `&#${character.charCodeAt(0)};`).replaceAll('\n', '<br>');
}
/** How the settings of a mailbox in Graph are corrected. */
const GRAPH_SETTINGS = {
    target: 'mailboxSettings',
    settings: SETTINGS,
    keptSettings: KEPT,
    command: (settings) => repliesCommand(settings) ?? requestCommand(settings),
};
/** The cmdlets by which Outlook and administrators change these settings. */
const SETTINGS_AUDIT_LOG = {
    operations: [
        'Set-MailboxAutoReplyConfiguration',
        'Set-MailboxRegionalConfiguration',
        'Set-MailboxCalendarConfiguration',
    ],
    parameters: {
        AutomaticReplyStatus: ['AutoReplyState'],
        AutomaticReplyActive: ['AutoReplyState'],
        AutomaticReplyExternalAudience: ['ExternalAudience'],
        AutomaticReplyStart: ['StartTime'],
        AutomaticReplyEnd: ['EndTime'],
        InternalReply: ['InternalMessage'],
        ExternalReply: ['ExternalMessage'],
        Locale: ['Language'],
        WorkingDays: ['WorkDays'],
        WorkingHoursStart: ['WorkingHoursStartTime'],
        WorkingHoursEnd: ['WorkingHoursEndTime'],
        WorkingHoursTimeZone: ['WorkingHoursTimeZone'],
    },
};
/** A cmdlet of Exchange Online, if it is certain to have all settings. */
function repliesCommand(settings) {
    const parameters = Object.entries(settings).map(([path, value]) => {
        const [name, values = {}] = SETTINGS[path]?.parameter ?? [];
        if (name === undefined || typeof value !== 'string' || !Object.hasOwn(values, value))
            return undefined;
        return ` -${name} ${values[value]}`;
    });
    if (parameters.includes(undefined))
        return undefined;
    return ['Set-MailboxAutoReplyConfiguration -Identity ', corrections/* MAILBOX */.bG, parameters.join('')];
}
/** The request to Graph that the remediate action sends. */
function requestCommand(settings) {
    const entries = Object.entries(settings);
    const body = entries.reduce((whole, [path, value]) => (0,json/* withValueAt */.h7)(whole, path.split('.'), value), {});
    const literal = (0,power_shell/* powerShellValue */.No)(JSON.stringify(body));
    if (literal === undefined)
        return undefined;
    const url = ["'/v1.0/users/", { ...corrections/* MAILBOX */.bG, isUrl: true }, "/mailboxSettings'"];
    return ['Invoke-MgGraphRequest -Method PATCH -Uri ', ...url, ` -Body ${literal}`];
}
/** Whether Exchange Online knows a time zone of this name. */
function isTimeZone(name) {
    return name === 'UTC' || (0,dist.findIana)(name).length > 0 || (0,dist.findWindows)(name).length > 0;
}

// EXTERNAL MODULE: ./src/reports/built-in/column-types.ts
var column_types = __webpack_require__(61444);
;// CONCATENATED MODULE: ./src/reports/built-in/automatic-replies.ts


const ON = { enum: ['alwaysEnabled', 'scheduled'] };
/** Start and end are blank unless the replies are scheduled. */
const REPLIES_OUTSIDE = {
    title: 'Replies to everyone outside now',
    topic: 'Replies',
    counted: ['mailbox replies to everyone outside now', 'mailboxes reply to everyone outside now'],
    when: {
        AutomaticReplyStatus: ON,
        AutomaticReplyExternalAudience: { const: 'all' },
        AutomaticReplyStart: { format: 'date-time', formatMaximum: 'now' },
        AutomaticReplyEnd: { format: 'date-time', formatExclusiveMinimum: 'now' },
    },
    columns: ['AutomaticReplyExternalAudience', 'AutomaticReplyStatus', 'AutomaticReplyStart', 'AutomaticReplyEnd'],
};
const ENDLESS_REPLIES = {
    title: 'Replies without an end',
    topic: 'Replies',
    counted: ['mailbox has replies without an end', 'mailboxes have replies without an end'],
    when: { AutomaticReplyStatus: ON, AutomaticReplyEnd: { const: null } },
    columns: ['AutomaticReplyStatus', 'AutomaticReplyEnd', 'AutomaticReplyExternalAudience'],
};
const AWAY = {
    title: 'Away now',
    topic: 'Replies',
    counted: ['mailbox is away now', 'mailboxes are away now'],
    view: { key: 'away', label: 'Away now', meaning: 'Automatic replies were on when the run began, {started}' },
    when: {
        AutomaticReplyStatus: ON,
        AutomaticReplyStart: { format: 'date-time', formatMaximum: 'now' },
        AutomaticReplyEnd: { format: 'date-time', formatExclusiveMinimum: 'now' },
    },
    columns: ['AutomaticReplyStatus', 'AutomaticReplyStart', 'AutomaticReplyEnd', 'AutomaticReplyExternalAudience'],
};
const REPLIES_ON = {
    title: 'Replies on',
    view: {
        key: 'replies',
        label: 'Replies on or scheduled',
        meaning: 'Automatic replies are on, or scheduled and not over',
    },
    when: {
        AutomaticReplyStatus: ON,
        AutomaticReplyEnd: { not: { type: 'string', format: 'date-time', formatMaximum: 'now' } },
    },
    columns: AWAY.columns,
};
const REPLY_COUNTS = {
    values: [
        { column: 'AutomaticReplyStatus', title: 'Automatic replies', order: 1, group: 'replies' },
        {
            column: 'AutomaticReplyExternalAudience',
            title: 'Automatic replies to people outside',
            order: 2,
            group: 'replies',
        },
    ],
    replies: { view: 'replies', status: 'AutomaticReplyStatus', audience: 'AutomaticReplyExternalAudience' },
};
/** What Graph says about automatic replies. It returns dates also if nothing is scheduled, and null for no message. */
const REPLIES = {
    status: 'value',
    externalAudience: 'value',
    scheduledStartDateTime: 'value',
    'scheduledStartDateTime.dateTime': 'value',
    'scheduledStartDateTime.timeZone': 'value',
    scheduledEndDateTime: 'value',
    'scheduledEndDateTime.dateTime': 'value',
    'scheduledEndDateTime.timeZone': 'value',
    internalReplyMessage: 'blank',
    externalReplyMessage: 'blank',
};
/** `REPLIES` in words. The audience is set also while replies are off. */
const REPLY_SENTENCES = {
    AutomaticReplyStatus: {
        disabled: 'Automatic replies are off',
        alwaysEnabled: 'Automatic replies are on, without an end',
        scheduled: 'Automatic replies are scheduled from {AutomaticReplyStart} to {AutomaticReplyEnd}',
    },
    AutomaticReplyExternalAudience: {
        '': 'Who outside gets automatic replies is not set',
        none: 'Automatic replies are set to answer nobody outside',
        contactsOnly: 'Automatic replies are set to answer contacts outside',
        all: 'Automatic replies are set to answer everyone outside',
    },
    AutomaticReplyStart: {
        '': 'Automatic replies have no start',
        '*': 'Automatic replies start at {AutomaticReplyStart}',
    },
    AutomaticReplyEnd: { '': 'Automatic replies have no end', '*': 'Automatic replies end at {AutomaticReplyEnd}' },
};
/**
 * The automatic replies of a mailbox with both messages as plain text.
 * https://learn.microsoft.com/graph/api/resources/automaticrepliessetting
 */
const automaticReplies = {
    name: 'automatic-replies',
    permissions: ['MailboxSettings.Read'],
    request: { path: 'mailboxSettings/automaticRepliesSetting', version: 'v1.0' },
    members: REPLIES,
    ...(0,column_types/* typedColumns */.A8)({
        AutomaticReplyStatus: ['status', (0,column_types/* oneOf */.yL)('disabled', 'alwaysEnabled', 'scheduled')],
        AutomaticReplyExternalAudience: ['externalAudience', (0,column_types/* oneOf */.yL)('none', 'contactsOnly', 'all')],
        // If nothing is scheduled, Graph returns dates in the past, which would look like a planned absence.
        AutomaticReplyStart: ["same(status, 'scheduled') && utc(scheduledStartDateTime) || `null`", column_types/* TIME */.E9],
        AutomaticReplyEnd: ["same(status, 'scheduled') && utc(scheduledEndDateTime) || `null`", column_types/* TIME */.E9],
        InternalReply: ['plain_text(internalReplyMessage)', column_types/* TEXT */.a$],
        ExternalReply: ['plain_text(externalReplyMessage)', column_types/* TEXT */.a$],
    }),
    sentences: {
        ...REPLY_SENTENCES,
        InternalReply: { '': 'There is no reply to people inside', '*': 'People inside get the reply "{InternalReply}"' },
        ExternalReply: { '': 'There is no reply to people outside', '*': 'People outside get the reply "{ExternalReply}"' },
    },
    corrects: GRAPH_SETTINGS,
    auditLog: SETTINGS_AUDIT_LOG,
    counts: REPLY_COUNTS,
    highlights: [REPLIES_OUTSIDE, ENDLESS_REPLIES, AWAY, REPLIES_ON],
};

// EXTERNAL MODULE: ./src/reports/built-in/calendar-permissions.ts
var calendar_permissions = __webpack_require__(42177);
;// CONCATENATED MODULE: ./src/reports/built-in/client-access.ts


const OWN = 'SmtpClientAuthenticationDisabled';
const SETTING = `(${OWN} != \`null\` && [${OWN}] || [organization.transport.${OWN}])[0]`;
const APPS = 'organization.config.EwsAllowedAppIDs';
const NO_APPS = `(${APPS} == \`null\` || ${APPS} == '' || ${APPS} == \`[]\`)`;
const LISTED = `(${NO_APPS} && 'blocked' || contains(\`["string", "array"]\`, type(${APPS})) && 'allow-listed' || \`null\`)`;
const ORGANIZATION = 'organization.config.EwsEnabled';
/**
 * The settings of the protocols by which a mailbox can be opened or send. `SmtpAuth` is the setting that applies: that of the
 * organization where the mailbox has none of its own, null. It is not the effect, since security defaults and authentication
 * policies can block SMTP AUTH too. `Ews`: both must allow EWS. Since 2026-10-01, true of the organization allows only listed
 * applications, and null, which an administrator has set again, all:
 * https://techcommunity.microsoft.com/blog/exchange/exchange-online-ews-your-time-is-almost-up/4492361. The page of
 * `Set-OrganizationConfig` says of null only that it ends restrictions.
 * https://learn.microsoft.com/powershell/module/exchange/get-casmailbox and
 * https://learn.microsoft.com/powershell/module/exchange/set-organizationconfig
 */
const clientAccess = {
    name: 'client-access',
    source: 'exchange',
    permissions: ['Exchange.ManageAsApp'],
    request: {
        cmdlet: 'Get-CASMailbox',
        select: [OWN, 'ImapEnabled', 'PopEnabled', 'ActiveSyncEnabled', 'OWAEnabled', 'MAPIEnabled', 'EwsEnabled'],
        // With its identity, an answer that lacks the setting is known to be one.
        organization: {
            transport: { cmdlet: 'Get-TransportConfig', select: ['Identity', OWN] },
            config: { cmdlet: 'Get-OrganizationConfig', select: ['Identity', 'EwsEnabled', 'EwsAllowedAppIDs'] },
        },
    },
    members: {
        organization: 'value',
        'organization.transport': 'value',
        'organization.config': 'value',
        [`organization.transport.${OWN}`]: 'value',
        'organization.config.EwsEnabled': 'blank',
        'organization.config.EwsAllowedAppIDs': 'blank',
        ImapEnabled: 'value',
        PopEnabled: 'value',
        ActiveSyncEnabled: 'value',
        OWAEnabled: 'value',
        MAPIEnabled: 'value',
    },
    ...(0,column_types/* typedColumns */.A8)({
        SmtpAuth: [
            `${SETTING} == \`true\` && 'disabled' || (${SETTING} == \`false\` && 'enabled' || 'inconclusive')`,
            (0,column_types/* oneOf */.yL)('enabled', 'disabled'),
        ],
        [OWN]: [OWN, column_types/* TRUTH */.Ye],
        ImapEnabled: ['ImapEnabled', column_types/* TRUTH */.Ye],
        PopEnabled: ['PopEnabled', column_types/* TRUTH */.Ye],
        ActiveSyncEnabled: ['ActiveSyncEnabled', column_types/* TRUTH */.Ye],
        OWAEnabled: ['OWAEnabled', column_types/* TRUTH */.Ye],
        MAPIEnabled: ['MAPIEnabled', column_types/* TRUTH */.Ye],
        EwsEnabled: ['EwsEnabled', column_types/* TRUTH */.Ye],
        Ews: [
            `(EwsEnabled == \`false\` || ${ORGANIZATION} == \`false\`) && 'blocked' || (${ORGANIZATION} == \`null\` && 'allowed' || ${ORGANIZATION} == \`true\` && ${LISTED} || 'inconclusive')`,
            (0,column_types/* oneOf */.yL)('allowed', 'allow-listed', 'blocked'),
        ],
    }),
    sentences: {
        SmtpAuth: { enabled: 'SMTP AUTH is enabled', disabled: 'SMTP AUTH is disabled' },
        [OWN]: {
            true: 'The mailbox itself disables SMTP AUTH',
            false: 'The mailbox itself enables SMTP AUTH',
            '': 'The organization decides whether SMTP AUTH is enabled',
        },
        ImapEnabled: { true: 'IMAP is enabled', false: 'IMAP is disabled' },
        PopEnabled: { true: 'POP is enabled', false: 'POP is disabled' },
        ActiveSyncEnabled: { true: 'ActiveSync is enabled', false: 'ActiveSync is disabled' },
        OWAEnabled: { true: 'Outlook on the web is enabled', false: 'Outlook on the web is disabled' },
        MAPIEnabled: { true: 'MAPI is enabled', false: 'MAPI is disabled' },
        EwsEnabled: {
            true: 'The mailbox allows EWS',
            false: 'The mailbox blocks EWS',
            '': 'The mailbox has no setting for EWS',
        },
        Ews: {
            allowed: 'EWS is allowed',
            'allow-listed': 'EWS is allowed for the applications of the allow list',
            blocked: 'EWS is blocked',
        },
    },
    // https://learn.microsoft.com/powershell/module/exchange/set-casmailbox
    corrects: {
        target: 'Set-CASMailbox',
        settings: {
            [OWN]: {
                accepts: (value) => value === null || typeof value === 'boolean',
                expected: 'true, false, or null for the setting of the organization',
            },
            ImapEnabled: corrections/* TRUE_OR_FALSE */.ne,
            PopEnabled: corrections/* TRUE_OR_FALSE */.ne,
            ActiveSyncEnabled: corrections/* TRUE_OR_FALSE */.ne,
            OWAEnabled: corrections/* TRUE_OR_FALSE */.ne,
            MAPIEnabled: corrections/* MANUAL_TRUTH */.LZ,
            EwsEnabled: corrections/* MANUAL_TRUTH */.LZ,
        },
        keptSettings: { SmtpAuth: corrections/* FOLLOWS */.Bi, Ews: corrections/* FOLLOWS */.Bi },
        columns: [{ column: 'SmtpAuth', value: 'disabled', set: { [OWN]: true } }],
        command: (0,corrections/* cmdletCommand */.xS)('Set-CASMailbox'),
    },
    auditLog: {
        operations: ['Set-CASMailbox'],
        parameters: { SmtpAuth: ['SmtpClientAuthenticationDisabled'], Ews: ['EwsEnabled'] },
    },
    highlights: [
        {
            title: 'SMTP AUTH is enabled',
            topic: 'Protocols',
            counted: ['mailbox has SMTP AUTH enabled', 'mailboxes have SMTP AUTH enabled'],
            when: { SmtpAuth: { const: 'enabled' } },
            columns: ['SmtpAuth', OWN],
        },
    ],
};

;// CONCATENATED MODULE: ./src/reports/built-in/folders.ts

/** Folder names may contain a slash, so it is escaped. */
const PATH = String.raw `join('/', map(&replace(replace(displayName || '', '\\', '\\\\'), '/', '\\/'), [parents, [{ displayName: displayName }]][]))`;
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
        query: {
            $top: '250',
            $select: 'id,displayName,childFolderCount,totalItemCount,unreadItemCount,isHidden',
            // The count of child folders includes hidden ones, so that a list without them cannot be compared with it.
            includeHiddenFolders: 'true',
        },
        children: { path: 'mailFolders/{id}/childFolders', when: 'childFolderCount > `0`' },
    },
    rows: 'value[?isHidden != `true`]',
    members: {
        id: 'value',
        displayName: 'value',
        totalItemCount: 'value',
        unreadItemCount: 'value',
        childFolderCount: 'value',
        // Graph names the type only of search folders.
        '@odata.type': 'optional',
    },
    item: ['FolderPath'],
    row: [],
    ...(0,column_types/* typedColumns */.A8)({
        FolderPath: [PATH, column_types/* TEXT */.a$],
        Folder: ['displayName', column_types/* TEXT */.a$],
        Items: ['totalItemCount', column_types/* WHOLE_NUMBER */.Ez],
        UnreadItems: ['unreadItemCount', column_types/* WHOLE_NUMBER */.Ez],
        ChildFolders: ['childFolderCount', column_types/* WHOLE_NUMBER */.Ez],
        SearchFolder: [`"@odata.type" == '#microsoft.graph.mailSearchFolder'`, column_types/* TRUTH */.Ye],
    }),
    sentences: {
        FolderPath: 'There is a folder {FolderPath}',
        Folder: 'There is a folder {FolderPath}',
        Items: 'The folder {FolderPath} has {Items} items',
        UnreadItems: 'The folder {FolderPath} has {UnreadItems} unread items',
        ChildFolders: 'The folder {FolderPath} has {ChildFolders} child folders',
        SearchFolder: { true: '{FolderPath} is a search folder', false: '{FolderPath} is not a search folder' },
    },
    // Every new message changes them.
    compare: { ignore: ['Items', 'UnreadItems'] },
};

// EXTERNAL MODULE: ./src/reports/known.ts
var known = __webpack_require__(81168);
// EXTERNAL MODULE: ./src/text/display.ts
var display = __webpack_require__(24745);
;// CONCATENATED MODULE: ./src/reports/built-in/inbox-rules.ts





/**
 * Graph lists rules that it cannot show, such as client-only rules of Outlook: they are read-only, and have some or none of
 * their actions. A blank action of a read-only rule may be hidden.
 */
const READ_ONLY = 'isReadOnly';
const ACTIONS = [
    'forwardTo',
    'redirectTo',
    'forwardAsAttachmentTo',
    'delete',
    'permanentDelete',
    'moveToFolder',
    'copyToFolder',
    'markAsRead',
    'markImportance',
    'assignCategories',
    'stopProcessingRules',
];
const FORWARDS = '[actions.forwardTo, actions.redirectTo, actions.forwardAsAttachmentTo][]';
const HIDING = '(actions.delete || actions.permanentDelete || actions.moveToFolder && actions.markAsRead)';
/** The columns with all that a rule does. */
const ACTION_COLUMNS = ACTIONS.map(display/* capitalized */.l2);
/** Also a rule of which Graph does not say whether it is enabled. */
const ENABLED = { not: { const: false } };
/** https://learn.microsoft.com/graph/api/resources/messagerulepredicates */
const PREDICATES = (0,column_types/* objectWith */.qR)({
    importance: (0,column_types/* oneOf */.yL)('low', 'normal', 'high'),
    sensitivity: (0,column_types/* oneOf */.yL)('normal', 'personal', 'private', 'confidential'),
    messageActionFlag: (0,column_types/* oneOf */.yL)('any', 'call', 'doNotForward', 'followUp', 'fyi', 'forward', 'noResponseNecessary', 'read', 'reply', 'replyToAll', 'review'),
});
/** An action that is not set; null if the rule is read-only, since then it may be hidden. */
function shown(action) {
    return `${action} || (${READ_ONLY} ? \`null\` : ${action})`;
}
/** What a rule does, and what it means that the action is blank, false or an empty list. */
function doing(words, without) {
    const not = `The rule "{RuleName}" ${without}`;
    return { '': not, false: not, '*': `The rule "{RuleName}" ${words}` };
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
    // Graph leaves out actions that are not set, but never all of them together with "isReadOnly".
    members: {
        displayName: 'blank',
        sequence: 'value',
        isEnabled: 'value',
        hasError: 'value',
        [READ_ONLY]: 'value',
        actions: 'value',
        ...Object.fromEntries(ACTIONS.map((action) => [`actions.${action}`, 'optional'])),
        conditions: 'optional',
        exceptions: 'optional',
    },
    item: ['RuleName'],
    row: ['Enabled', ...ACTION_COLUMNS, 'Conditions', 'Exceptions'],
    identity: ['id', 'actions'],
    ...(0,column_types/* typedColumns */.A8)({
        RuleName: ['displayName', column_types/* TEXT */.a$],
        Sequence: ['sequence', column_types/* WHOLE_NUMBER */.Ez],
        Enabled: ['isEnabled', column_types/* TRUTH */.Ye],
        HasError: ['hasError', column_types/* TRUTH */.Ye],
        ReadOnly: ['isReadOnly', column_types/* TRUTH */.Ye],
        ForwardTo: ['addresses(actions.forwardTo)', column_types/* TEXTS */.Dm],
        RedirectTo: ['addresses(actions.redirectTo)', column_types/* TEXTS */.Dm],
        ForwardAsAttachmentTo: ['addresses(actions.forwardAsAttachmentTo)', column_types/* TEXTS */.Dm],
        ExternalTargets: [
            `external(${FORWARDS}) || ((${READ_ONLY} || unresolved(${FORWARDS})) && 'inconclusive' || \`[]\`)`,
            column_types/* TEXTS */.Dm,
        ],
        UnresolvedTargets: [`unresolved(${FORWARDS})`, column_types/* TEXTS */.Dm],
        Hides: [`${HIDING} && \`true\` || (${READ_ONLY} ? 'inconclusive' : \`false\`)`, column_types/* TRUTH */.Ye],
        Delete: [shown('actions.delete'), column_types/* TRUTH */.Ye],
        PermanentDelete: [shown('actions.permanentDelete'), column_types/* TRUTH */.Ye],
        MoveToFolder: ['actions.moveToFolder', column_types/* TEXT */.a$],
        CopyToFolder: ['actions.copyToFolder', column_types/* TEXT */.a$],
        MarkAsRead: [shown('actions.markAsRead'), column_types/* TRUTH */.Ye],
        MarkImportance: ['actions.markImportance', (0,column_types/* oneOf */.yL)('low', 'normal', 'high')],
        AssignCategories: ['actions.assignCategories', column_types/* TEXTS */.Dm],
        StopProcessingRules: [shown('actions.stopProcessingRules'), column_types/* TRUTH */.Ye],
        Conditions: ['conditions', PREDICATES],
        Exceptions: ['exceptions', PREDICATES],
    }),
    sentences: {
        RuleName: { '': 'A rule has no name', '*': 'A rule is called "{RuleName}"' },
        Sequence: 'The rule "{RuleName}" is number {Sequence} in sequence',
        Enabled: { true: 'The rule "{RuleName}" is enabled', false: 'The rule "{RuleName}" is disabled' },
        HasError: { true: 'The rule "{RuleName}" has an error', false: 'The rule "{RuleName}" has no error' },
        ReadOnly: { true: 'The rule "{RuleName}" is read-only', false: 'The rule "{RuleName}" is not read-only' },
        ForwardTo: doing('forwards mail to {ForwardTo}', 'does not forward mail'),
        RedirectTo: doing('redirects mail to {RedirectTo}', 'does not redirect mail'),
        ForwardAsAttachmentTo: doing('forwards mail as an attachment to {ForwardAsAttachmentTo}', 'does not forward mail as an attachment'),
        ExternalTargets: doing('sends mail outside, to {ExternalTargets}', 'sends no mail outside'),
        UnresolvedTargets: doing('sends mail to {UnresolvedTargets}, which has no SMTP address', 'sends mail only to SMTP addresses'),
        Hides: doing('deletes mail, or moves it and marks it as read', 'does not hide mail'),
        Delete: doing('deletes mail', 'does not delete mail'),
        PermanentDelete: doing('deletes mail permanently', 'does not delete mail permanently'),
        MoveToFolder: doing('moves mail to a folder', 'does not move mail'),
        CopyToFolder: doing('copies mail to a folder', 'does not copy mail'),
        MarkAsRead: doing('marks mail as read', 'does not mark mail as read'),
        MarkImportance: doing('gives mail the importance {MarkImportance}', 'does not change the importance of mail'),
        AssignCategories: doing('assigns the categories {AssignCategories}', 'assigns no category'),
        StopProcessingRules: doing('stops processing more rules', 'does not stop processing more rules'),
        Conditions: doing('applies to mail with {Conditions}', 'applies to all mail'),
        Exceptions: doing('has the exceptions {Exceptions}', 'has no exceptions'),
    },
    inView: { title: 'Inbox rules', phrase: 'inbox-rule' },
    corrects: {
        target: 'inboxRule',
        settings: { isEnabled: { accepts: (value) => value === false, expected: 'false' } },
        removes: true,
        keptEntry: ({ cell }, { id, actions }) => {
            const [conditions, exceptions] = [(0,known/* valueOf */.RP)(cell('Conditions')), (0,known/* valueOf */.RP)(cell('Exceptions'))];
            return (0,json/* knownMembers */.ZR)({
                id,
                displayName: (0,known/* valueOf */.RP)(cell('RuleName')),
                sequence: (0,known/* valueOf */.RP)(cell('Sequence')),
                isEnabled: (0,known/* valueOf */.RP)(cell('Enabled')),
                hasError: (0,known/* valueOf */.RP)(cell('HasError')),
                isReadOnly: (0,known/* valueOf */.RP)(cell('ReadOnly')),
                conditions,
                exceptions,
                // A rule whose conditions are not fully known could be given back for all mail.
                actions: conditions === undefined || exceptions === undefined ? undefined : actions,
            });
        },
        command: ({ isEnabled }) => isEnabled === false ? ['Disable-InboxRule -Mailbox ', corrections/* MAILBOX */.bG, ' -Identity ', { cell: 'RuleName' }] : undefined,
        note: 'Disable-InboxRule deletes the client-side rules of Outlook in the mailbox.',
    },
    namesOf: {
        MoveToFolder: { report: 'folders', column: 'FolderPath' },
        CopyToFolder: { report: 'folders', column: 'FolderPath' },
    },
    auditLog: {
        // Outlook records its changes as UpdateInboxRules.
        operations: [
            'New-InboxRule',
            'Set-InboxRule',
            'Remove-InboxRule',
            'Enable-InboxRule',
            'Disable-InboxRule',
            'UpdateInboxRules',
        ],
        parameters: { ExternalTargets: ['ForwardTo', 'ForwardAsAttachmentTo', 'RedirectTo'] },
        rowParameters: ['Name', 'RuleName', 'Identity'],
    },
    highlights: [
        {
            title: 'Rule forwards outside',
            topic: 'Forwarding',
            counted: ['mailbox forwards outside by rule', 'mailboxes forward outside by rule'],
            sends: 'inbox rule',
            when: { Enabled: ENABLED, ExternalTargets: { type: 'array', minItems: 1 } },
            columns: ['ExternalTargets', 'RuleName', 'Enabled'],
        },
        {
            title: 'Rule forwards to an unresolved target',
            topic: 'Forwarding',
            counted: [
                'mailbox forwards by rule to an unresolved target',
                'mailboxes forward by rule to an unresolved target',
            ],
            when: { Enabled: ENABLED, UnresolvedTargets: { type: 'array', minItems: 1 } },
            columns: ['UnresolvedTargets', 'ExternalTargets', 'RuleName'],
        },
        {
            title: 'Rule hides mail',
            topic: 'Forwarding',
            counted: ['mailbox hides mail by rule', 'mailboxes hide mail by rule'],
            when: { Enabled: ENABLED, Hides: { const: true } },
            columns: ['RuleName', 'Conditions', 'Delete', 'PermanentDelete', 'MoveToFolder', 'MarkAsRead'],
        },
    ],
};

// EXTERNAL MODULE: ./src/reports/built-in/mailbox-permissions.ts
var mailbox_permissions = __webpack_require__(38125);
// EXTERNAL MODULE: ./src/reports/built-in/mailbox-properties.ts
var mailbox_properties = __webpack_require__(7932);
;// CONCATENATED MODULE: ./src/reports/built-in/mailbox-settings.ts



function ofSchedule(limit) {
    return `same(status, 'scheduled') && utc(scheduled${limit}DateTime)`;
}
/**
 * The settings of a mailbox: the columns of `Get-MailboxSettingsReport` in its order, then the other properties of Graph's
 * `mailboxSettings`. Any property may be missing, and `userPurpose` is a string or `{"value": string}`.
 * https://learn.microsoft.com/graph/api/resources/mailboxsettings
 */
const mailboxSettings = {
    name: 'mailbox-settings',
    permissions: ['MailboxSettings.Read'],
    request: { path: 'mailboxSettings', version: 'v1.0' },
    // Language, time zone and formats are blank until somebody has opened the mailbox.
    members: {
        language: 'blank',
        'language.displayName': 'blank',
        'language.locale': 'blank',
        timeZone: 'blank',
        dateFormat: 'blank',
        timeFormat: 'blank',
        automaticRepliesSetting: 'value',
        ...Object.fromEntries(Object.entries(REPLIES).map(([path, presence]) => [`automaticRepliesSetting.${path}`, presence])),
        workingHours: 'value',
        'workingHours.daysOfWeek': 'blank',
        'workingHours.startTime': 'value',
        'workingHours.endTime': 'value',
        'workingHours.timeZone': 'value',
        'workingHours.timeZone.name': 'value',
        delegateMeetingMessageDeliveryOptions: 'value',
        archiveFolder: 'blank',
        userPurpose: 'value',
    },
    ...(0,column_types/* typedColumns */.A8)({
        Language: ['language.displayName', column_types/* TEXT */.a$],
        Locale: ['language.locale', column_types/* TEXT */.a$],
        TimeZone: ['timeZone', column_types/* TEXT */.a$],
        AutomaticReplyStatus: ['automaticRepliesSetting.status', (0,column_types/* oneOf */.yL)('disabled', 'alwaysEnabled', 'scheduled')],
        AutomaticReplyExternalAudience: ['automaticRepliesSetting.externalAudience', (0,column_types/* oneOf */.yL)('none', 'contactsOnly', 'all')],
        // If nothing is scheduled, Graph returns dates in the past, which would look like a planned absence.
        AutomaticReplyStart: [`automaticRepliesSetting | ${ofSchedule('Start')} || \`null\``, column_types/* TIME */.E9],
        AutomaticReplyEnd: [`automaticRepliesSetting | ${ofSchedule('End')} || \`null\``, column_types/* TIME */.E9],
        AutomaticReplyActive: [
            `automaticRepliesSetting | replies_active(status, ${ofSchedule('Start')}, ${ofSchedule('End')})`,
            (0,column_types/* oneOf */.yL)('yes', 'no'),
        ],
        DateFormat: ['dateFormat', column_types/* TEXT */.a$],
        TimeFormat: ['timeFormat', column_types/* TEXT */.a$],
        WorkingDays: [
            'workingHours.daysOfWeek',
            (0,column_types/* someOf */.yU)('sunday', 'monday', 'tuesday', 'wednesday', 'thursday', 'friday', 'saturday'),
        ],
        WorkingHoursStart: ['time(workingHours.startTime)', column_types/* TIME_OF_DAY */.xU],
        WorkingHoursEnd: ['time(workingHours.endTime)', column_types/* TIME_OF_DAY */.xU],
        WorkingHoursTimeZone: ['workingHours.timeZone.name', column_types/* TEXT */.a$],
        DelegateMeetingMessages: [
            'delegateMeetingMessageDeliveryOptions',
            (0,column_types/* oneOf */.yL)('sendToDelegateAndInformationToPrincipal', 'sendToDelegateAndPrincipal', 'sendToDelegateOnly'),
        ],
        ArchiveFolder: ['archiveFolder', column_types/* TEXT */.a$],
        UserPurpose: [
            'userPurpose.value || userPurpose',
            (0,column_types/* oneOf */.yL)('user', 'linked', 'shared', 'room', 'equipment', 'others', 'unknownFutureValue'),
        ],
    }),
    sentences: {
        ...REPLY_SENTENCES,
        Language: 'The language is {Language}',
        Locale: 'The language is {Locale}',
        TimeZone: 'The time zone is {TimeZone}',
        AutomaticReplyActive: { yes: 'Automatic replies are sent now', no: 'No automatic replies are sent now' },
        DateFormat: 'The date format is {DateFormat}',
        TimeFormat: 'The time format is {TimeFormat}',
        WorkingDays: { '': 'There are no working days', '*': 'The working days are {WorkingDays}' },
        WorkingHoursStart: 'The start of the working hours is {WorkingHoursStart}',
        WorkingHoursEnd: 'The end of the working hours is {WorkingHoursEnd}',
        WorkingHoursTimeZone: 'The time zone of the working hours is {WorkingHoursTimeZone}',
        DelegateMeetingMessages: {
            sendToDelegateOnly: 'Meeting messages go to delegates only',
            sendToDelegateAndPrincipal: 'Meeting messages go to delegates and to the mailbox',
            sendToDelegateAndInformationToPrincipal: 'Meeting messages go to delegates, and to the mailbox for information',
        },
        ArchiveFolder: { '': 'There is no archive folder', '*': 'The archive folder is {ArchiveFolder}' },
        UserPurpose: 'The purpose of the mailbox is {UserPurpose}',
    },
    corrects: GRAPH_SETTINGS,
    auditLog: SETTINGS_AUDIT_LOG,
    takes: { ArchiveFolder: { report: 'folders', column: 'Folder', isById: true } },
    counts: {
        ...REPLY_COUNTS,
        values: [
            ...(REPLY_COUNTS.values ?? []),
            { column: 'TimeZone', title: 'Time zones', order: 3, group: 'settings' },
            { column: 'Language', title: 'Languages', order: 4, group: 'settings' },
            { column: 'UserPurpose', title: 'Mailbox types', order: 6, group: 'types' },
        ],
    },
    highlights: [
        {
            ...REPLIES_OUTSIDE,
            when: { AutomaticReplyActive: { const: 'yes' }, AutomaticReplyExternalAudience: { const: 'all' } },
            columns: ['AutomaticReplyExternalAudience', 'AutomaticReplyActive', 'AutomaticReplyStatus', 'AutomaticReplyEnd'],
        },
        ENDLESS_REPLIES,
        { ...AWAY, when: { AutomaticReplyActive: { const: 'yes' } }, columns: ['AutomaticReplyActive', ...AWAY.columns] },
        { ...REPLIES_ON, columns: ['AutomaticReplyActive', ...REPLIES_ON.columns] },
    ],
};

// EXTERNAL MODULE: ./src/text/rights.ts
var rights = __webpack_require__(87888);
// EXTERNAL MODULE: ./src/reports/definition.ts
var definition = __webpack_require__(54530);
// EXTERNAL MODULE: ./src/reports/derived-column.ts
var derived_column = __webpack_require__(67213);
// EXTERNAL MODULE: ./src/reports/built-in/mailbox-holds.ts
var mailbox_holds = __webpack_require__(26611);
;// CONCATENATED MODULE: ./src/reports/built-in/mailbox-usage.ts

const USED = 'storageUsedInBytes';
const QUOTA = 'prohibitSendReceiveQuotaInBytes';
/** A day, as usage reports write it. */
const DAY = { type: 'string', format: 'date' };
/**
 * How full each mailbox is, from Microsoft's usage report, which is one to two days old and still has deleted users.
 * https://learn.microsoft.com/graph/api/reportroot-getmailboxusagedetail
 */
const mailboxUsage = {
    name: 'mailbox-usage',
    permissions: ['Reports.Read.All'],
    request: {
        version: 'v1.0',
        listing: "reports/getMailboxUsageDetail(period='D7')",
        match: 'userPrincipalName',
        isGlobalOnly: true,
        without: { isDeleted: true },
    },
    members: {
        [USED]: 'value',
        itemCount: 'value',
        deletedItemSizeInBytes: 'value',
        [QUOTA]: 'value',
        lastActivityDate: 'blank',
        hasArchive: 'value',
        reportRefreshDate: 'value',
    },
    ...(0,column_types/* typedColumns */.A8)({
        UsedGB: [`bytes_to_gigabytes(${USED})`, column_types/* NUMBER */.uk],
        Items: ['itemCount', column_types/* WHOLE_NUMBER */.Ez],
        DeletedItemsGB: ['bytes_to_gigabytes(deletedItemSizeInBytes)', column_types/* NUMBER */.uk],
        QuotaGB: [`bytes_to_gigabytes(${QUOTA})`, column_types/* NUMBER */.uk],
        QuotaPercent: [`percent(${USED}, ${QUOTA})`, column_types/* NUMBER */.uk],
        LastActivityDate: ['lastActivityDate', { ...column_types/* TEXT */.a$, ...DAY }],
        HasArchive: ['hasArchive', column_types/* TRUTH */.Ye],
        ReportDate: ['reportRefreshDate', { ...column_types/* TEXT */.a$, ...DAY }],
    }),
    sentences: {
        UsedGB: 'The mailbox has {UsedGB} GB',
        Items: 'The mailbox has {Items} items',
        DeletedItemsGB: 'Deleted items have {DeletedItemsGB} GB',
        QuotaGB: 'The quota is {QuotaGB} GB',
        QuotaPercent: 'The mailbox is {QuotaPercent} % full: {UsedGB} of {QuotaGB} GB',
        LastActivityDate: { '': 'The mailbox was never used', '*': 'The mailbox was last used on {LastActivityDate}' },
        HasArchive: { true: 'There is an archive', false: 'There is no archive' },
        ReportDate: 'The usage report is of {ReportDate}',
    },
    compare: {
        ignore: ['UsedGB', 'Items', 'DeletedItemsGB', 'LastActivityDate', 'ReportDate'],
        limits: { QuotaPercent: [75, 90] },
    },
    // The last is the quota of most licenses.
    counts: { sizes: { column: 'UsedGB', limits: [1, 10, 50, 100] } },
    highlights: [
        {
            title: 'Mailbox is more than 90 % full',
            counted: ['mailbox is more than 90 % full', 'mailboxes are more than 90 % full'],
            when: { QuotaPercent: { exclusiveMinimum: 90 } },
            columns: ['QuotaPercent', 'UsedGB', 'QuotaGB', 'HasArchive'],
        },
        {
            title: 'Shared mailbox above 50 GB without a license',
            counted: ['shared mailbox has over 50 GB and no license', 'shared mailboxes have over 50 GB and no license'],
            when: { UsedGB: { exclusiveMinimum: 50 } },
            beside: {
                'mailbox-settings': { UserPurpose: { const: 'shared' } },
                accounts: { Licenses: { type: 'array', maxItems: 0 } },
            },
            columns: ['UsedGB', 'QuotaGB'],
        },
    ],
};

;// CONCATENATED MODULE: ./src/reports/built-in/mailboxes.ts











const YES_OR_NO = (0,column_types/* oneOf */.yL)('yes', 'no');
const mailboxes_SETTING = (0,column_types/* oneOf */.yL)('enabled', 'disabled');
/** The cell of a report with one row a mailbox. */
function cell(column) {
    return ([row]) => row?.cell(column);
}
/** A value instead of true, and one instead of false. */
function ifTrueElse(column, ifTrue, ifFalse) {
    return ([row]) => {
        const one = row?.cell(column);
        return one?.isKnown === true && typeof one.value === 'boolean' ? (0,known/* known */.eO)(one.value ? ifTrue : ifFalse) : undefined;
    };
}
function isEmpty(value) {
    return value === null || (Array.isArray(value) && value.length === 0);
}
/** Graph's words for types of Exchange Online, of those that it names. */
const TYPES_OF_PURPOSES = new Map([
    ['user', 'UserMailbox'],
    ['linked', 'LinkedMailbox'],
    ['shared', 'SharedMailbox'],
    ['room', 'RoomMailbox'],
    ['equipment', 'EquipmentMailbox'],
]);
const typeOfPurpose = ([row]) => {
    const purpose = (0,known/* valueOf */.RP)(row?.cell('UserPurpose'));
    const type = typeof purpose === 'string' ? TYPES_OF_PURPOSES.get(purpose.toLowerCase()) : undefined;
    return row && (type === undefined ? known/* NOT_KNOWN */.gE : (0,known/* known */.eO)(type));
};
const archiveStatus = ([row]) => {
    const status = row?.cell('ArchiveStatus');
    if (status?.isKnown !== true || typeof status.value !== 'string')
        return undefined;
    return (0,known/* known */.eO)(status.value.toLowerCase() === 'none' ? 'no' : 'yes');
};
/** A rule may hide mail if Graph does not say whether it is enabled. */
const hidesMail = (rows) => {
    const rules = rows.map((row) => [row.cell('Enabled'), row.cell('Hides')]);
    if (rules.some((rule) => rule.every((one) => (0,known/* isCertainly */.iv)(one, true))))
        return (0,known/* known */.eO)('yes');
    return rules.every((rule) => rule.some((one) => (0,known/* isCertainly */.iv)(one, false))) ? (0,known/* known */.eO)('no') : undefined;
};
/** The addresses outside of the rules that are enabled. */
const ruleTargets = (rows) => (0,derived_column/* union */.KC)(rows.map((row) => {
    const [enabled, targets] = [row.cell('Enabled'), row.cell('ExternalTargets')];
    if ((0,known/* isCertainly */.iv)(enabled, false) || (targets?.isKnown === true && isEmpty(targets.value)))
        return (0,known/* known */.eO)([]);
    return (0,known/* isCertainly */.iv)(enabled, true) ? targets : known/* NOT_KNOWN */.gE;
}));
/** @param counts whether a grant counts; undefined if it is not known */
function trusteesOf(counts) {
    return (rows) => (0,derived_column/* union */.KC)(rows.map((row) => {
        const isCounted = counts(row);
        if (isCounted === false)
            return (0,known/* known */.eO)([]);
        const trustee = row.cell('Trustee');
        return isCounted === true && trustee?.isKnown === true ? (0,known/* known */.eO)([trustee.value]) : known/* NOT_KNOWN */.gE;
    }));
}
/** Whether a grant is of a right that counts; undefined if it is not known. */
function hasRight(right, counts) {
    return right?.isKnown === true ? counts(right.value) : undefined;
}
function ofMailbox(right) {
    return typeof right === 'string' && rights/* MAILBOX_RIGHTS */.zo.includes(right);
}
function opensMailboxOrCalendar(right) {
    return ofMailbox(right) || (typeof right === 'string' && right.startsWith(access/* CALENDAR_RIGHT */.oS));
}
/** The grants without groups: any trustee may be a group, so that only their absence says how many people there are. */
const grants = trusteesOf((row) => (0,known/* isCertainly */.iv)(row.cell('Deny'), true) ? false : hasRight(row.cell('Right'), ofMailbox));
const noGrants = (rows) => {
    const trustees = grants(rows);
    return trustees.isKnown && isEmpty(trustees.value) ? (0,known/* known */.eO)(0) : undefined;
};
const people = trusteesOf((row) => hasRight(row.cell('Right'), ofMailbox));
const numberOfPeople = (rows) => {
    const trustees = people(rows);
    return trustees.isKnown && Array.isArray(trustees.value) ? (0,known/* known */.eO)(trustees.value.length) : undefined;
};
const outsiders = trusteesOf((row) => {
    const [opens, inside] = [hasRight(row.cell('Right'), opensMailboxOrCalendar), row.cell('Inside')];
    if (opens === false || (0,known/* isCertainly */.iv)(inside, true))
        return false;
    return opens === true && inside?.isKnown === true ? true : undefined;
});
const COLUMNS = {
    DisplayName: [column_types/* TEXT */.a$, (0,derived_column/* firstKnown */.ec)({ 'mailbox-properties': cell('DisplayName'), accounts: cell('DisplayName') })],
    PrimarySmtpAddress: [column_types/* TEXT */.a$, (0,derived_column/* firstKnown */.ec)({ 'mailbox-properties': cell('PrimarySmtpAddress') })],
    Type: [
        (0,column_types/* oneOf */.yL)(...mailbox_properties/* MAILBOX_TYPES */.$),
        (0,derived_column/* firstRead */.Dj)({ 'mailbox-properties': cell('RecipientTypeDetails'), 'mailbox-settings': typeOfPurpose }),
    ],
    AccountEnabled: [
        column_types/* TRUTH */.Ye,
        (0,derived_column/* firstKnown */.ec)({
            accounts: cell('AccountEnabled'),
            'mailbox-properties': ifTrueElse('AccountDisabled', false, true),
        }),
    ],
    Licenses: [column_types/* TEXTS */.Dm, (0,derived_column/* joined */.oR)({ accounts: cell('Licenses') })],
    Department: [column_types/* TEXT */.a$, (0,derived_column/* firstKnown */.ec)({ accounts: cell('Department') })],
    UsedGB: [column_types/* NUMBER */.uk, (0,derived_column/* firstKnown */.ec)({ 'mailbox-usage': cell('UsedGB') })],
    QuotaPercent: [column_types/* NUMBER */.uk, (0,derived_column/* firstKnown */.ec)({ 'mailbox-usage': cell('QuotaPercent') })],
    Archive: [
        YES_OR_NO,
        (0,derived_column/* anyYes */.Gu)({ 'mailbox-properties': archiveStatus, 'mailbox-usage': ifTrueElse('HasArchive', 'yes', 'no') }),
    ],
    OnHold: [YES_OR_NO, (0,derived_column/* firstKnown */.ec)({ 'mailbox-properties': mailbox_holds/* onHold */.L7 })],
    LastActivityDate: [column_types/* TEXT */.a$, (0,derived_column/* firstKnown */.ec)({ 'mailbox-usage': cell('LastActivityDate') })],
    DaysSinceSignIn: [column_types/* WHOLE_NUMBER */.Ez, (0,derived_column/* firstKnown */.ec)({ accounts: cell('DaysSinceSignIn') })],
    SendsOutside: [column_types/* TEXTS */.Dm, (0,derived_column/* joined */.oR)({ 'mailbox-properties': cell('ExternalTargets'), 'inbox-rules': ruleTargets })],
    HidesMail: [YES_OR_NO, (0,derived_column/* firstKnown */.ec)({ 'inbox-rules': hidesMail })],
    Delegates: [
        column_types/* WHOLE_NUMBER */.Ez,
        {
            ...(0,derived_column/* firstKnown */.ec)({ access: numberOfPeople, 'mailbox-permissions': noGrants }),
            needs: 'all',
            through: { access: ['mailbox-permissions'] },
        },
    ],
    OutsideAccess: [
        column_types/* TEXTS */.Dm,
        { ...(0,derived_column/* joined */.oR)({ access: outsiders }), through: { access: ['mailbox-permissions', 'calendar-permissions'] } },
    ],
    SmtpAuth: [mailboxes_SETTING, (0,derived_column/* firstKnown */.ec)({ 'client-access': cell('SmtpAuth') })],
    SmtpAuthUsed: [YES_OR_NO, (0,derived_column/* firstKnown */.ec)({ 'protocol-use': cell('SmtpUsed') })],
    Imap: [mailboxes_SETTING, (0,derived_column/* firstKnown */.ec)({ 'client-access': ifTrueElse('ImapEnabled', 'enabled', 'disabled') })],
    Pop: [mailboxes_SETTING, (0,derived_column/* firstKnown */.ec)({ 'client-access': ifTrueElse('PopEnabled', 'enabled', 'disabled') })],
    AutomaticReply: [YES_OR_NO, (0,derived_column/* firstKnown */.ec)({ 'mailbox-settings': cell('AutomaticReplyActive') })],
    MfaRegistered: [column_types/* TRUTH */.Ye, (0,derived_column/* firstKnown */.ec)({ accounts: cell('MfaRegistered') })],
    HiddenFromAddressLists: [column_types/* TRUTH */.Ye, (0,derived_column/* firstKnown */.ec)({ 'mailbox-properties': cell('HiddenFromAddressListsEnabled') })],
};
/** The sentences about columns that have the same name and cells as in another report. */
function sentencesOf({ sentences = {} }, columns) {
    return Object.fromEntries(Object.entries(sentences).filter(([column]) => columns.includes(column)));
}
const made = Object.fromEntries(Object.entries(COLUMNS).map(([name, [, column]]) => [name, column]));
/** One row a mailbox with what people ask first, as far as the other reports of the run say it. It requests nothing. */
const mailboxes = {
    name: 'mailboxes',
    revision: 2,
    source: 'reports',
    deriver: 'columns',
    from: [...new Set(Object.values(made).flatMap(({ sources }) => Object.keys(sources)))],
    made,
    permissions: [],
    members: {},
    ...(0,column_types/* typedColumns */.A8)(Object.fromEntries(Object.entries(COLUMNS).map(([name, [type]]) => [name, [name, type]]))),
    notApplicable: { MfaRegistered: { column: 'AccountEnabled', is: false } },
    sentences: {
        ...sentencesOf(accounts/* accounts */.v, [
            'DisplayName',
            'AccountEnabled',
            'Licenses',
            'Department',
            'DaysSinceSignIn',
            'MfaRegistered',
        ]),
        ...sentencesOf(mailbox_properties/* mailboxProperties */.i, ['PrimarySmtpAddress']),
        ...sentencesOf(mailboxUsage, ['UsedGB', 'LastActivityDate']),
        ...sentencesOf(clientAccess, ['SmtpAuth']),
        Type: 'The mailbox is of the type {Type}',
        QuotaPercent: 'The mailbox is {QuotaPercent} % full',
        Archive: { yes: 'There is an archive', no: 'There is no archive' },
        OnHold: { yes: 'The mailbox is on hold', no: 'The mailbox is not on hold' },
        SendsOutside: { '': 'No mail is sent outside', '*': 'Mail is sent outside, to {SendsOutside}' },
        HidesMail: { yes: 'An inbox rule hides mail', no: 'No inbox rule hides mail' },
        Delegates: '{Delegates} people have a right to the mailbox',
        OutsideAccess: {
            '': 'No person outside can open the mailbox or its calendar',
            '*': '{OutsideAccess} can open the mailbox or its calendar from outside',
        },
        SmtpAuthUsed: { yes: 'SMTP was used in 30 days', no: 'SMTP was not used in 30 days' },
        Imap: { enabled: 'IMAP is enabled', disabled: 'IMAP is disabled' },
        Pop: { enabled: 'POP is enabled', disabled: 'POP is disabled' },
        AutomaticReply: { yes: 'Automatic replies are sent now', no: 'No automatic replies are sent now' },
        HiddenFromAddressLists: {
            true: 'The mailbox is hidden from address lists',
            false: 'The mailbox is in address lists',
        },
    },
    // The reports that it is made of are compared.
    compare: {
        ignore: Object.keys(COLUMNS),
        repeats: Object.keys(COLUMNS).filter((column) => !(0,definition/* changesByItself */.eg)(accounts/* accounts */.v, column) && !(0,definition/* changesByItself */.eg)(mailboxUsage, column)),
    },
};

;// CONCATENATED MODULE: ./src/reports/built-in/protocol-use.ts


/** Entra ID has two names for SMTP AUTH in its log. */
const EVENTS = 'signIns.["Authenticated SMTP", SMTP][?@]';
const SMTP = `(${EVENTS})[0]`;
const LATEST = `max(${EVENTS}.latest)`;
/** A member that no response has, so that a cell without a value is unknown. */
const UNSAID = 'unsaid';
/** `yes` if one source says so, `no` only if the usage report says so: a protocol that the log lacks may be used all the same. */
function used(signIns, app) {
    return `${signIns} && 'yes' || app_used(${app})`;
}
/**
 * Who used SMTP AUTH, IMAP and POP in the last 30 days. Sign-ins have dates and counts: successful ones of users, interactive or not,
 * whose types only `beta` can filter. Tokens of applications are not among them, so a mailbox that the log lacks is unknown. The
 * usage report has a version for each app that a user used. Neither distinguishes passwords from OAuth.
 * https://learn.microsoft.com/graph/api/signin-list?view=graph-rest-beta
 * https://learn.microsoft.com/graph/api/reportroot-getemailappusageuserdetail
 */
const protocolUse = {
    name: 'protocol-use',
    revision: 2,
    permissions: ['AuditLog.Read.All or Reports.Read.All'],
    request: {
        version: 'v1.0',
        listing: "reports/getEmailAppUsageUserDetail(period='D30')",
        match: 'userPrincipalName',
        without: { isDeleted: true },
        optional: {
            shows: 'which mailboxes did not use SMTP, IMAP and POP',
            needs: 'the application permission Reports.Read.All',
        },
        beside: {
            signIns: {
                version: 'beta',
                listing: 'auditLogs/signIns',
                query: {
                    $filter: `createdDateTime ge ${definition/* MONTH_AGO */.Rf} and status/errorCode eq 0` +
                        " and (clientAppUsed eq 'Authenticated SMTP' or clientAppUsed eq 'SMTP'" +
                        " or clientAppUsed eq 'IMAP4' or clientAppUsed eq 'POP3')" +
                        " and signInEventTypes/any(t: t eq 'interactiveUser' or t eq 'nonInteractiveUser')",
                },
                key: 'userPrincipalName',
                tally: { by: 'clientAppUsed', latest: 'createdDateTime' },
                shows: 'dates and counts of SMTP AUTH',
                needs: 'the application permission AuditLog.Read.All and Microsoft Entra ID P1',
            },
        },
    },
    members: {
        [UNSAID]: 'value',
        signIns: 'optional',
        reportRefreshDate: 'value',
        smtpApp: 'blank',
        imap4App: 'blank',
        pop3App: 'blank',
    },
    ...(0,column_types/* typedColumns */.A8)({
        SmtpAuthSetting: [UNSAID, (0,column_types/* oneOf */.yL)('enabled', 'disabled')],
        SmtpAuthLastUsed: [`${SMTP} && utc({ dateTime: ${LATEST}, timeZone: 'UTC' }) || ${UNSAID}`, column_types/* TIME */.E9],
        SmtpAuthUses30d: [`${SMTP} && sum(${EVENTS}.count) || ${UNSAID}`, column_types/* WHOLE_NUMBER */.Ez],
        SmtpUsed: [used(SMTP, 'smtpApp'), (0,column_types/* oneOf */.yL)('yes', 'no')],
        ImapUsed: [used('signIns.IMAP4', 'imap4App'), (0,column_types/* oneOf */.yL)('yes', 'no')],
        PopUsed: [used('signIns.POP3', 'pop3App'), (0,column_types/* oneOf */.yL)('yes', 'no')],
        Source: [
            `signIns && 'sign-ins' || (reportRefreshDate && 'app-usage' || ${UNSAID})`,
            (0,column_types/* oneOf */.yL)('sign-ins', 'app-usage'),
        ],
    }),
    sentences: {
        SmtpAuthSetting: 'The setting for SMTP AUTH is {SmtpAuthSetting}',
        SmtpAuthLastUsed: { '': 'No use of SMTP AUTH is known', '*': 'SMTP AUTH was last used at {SmtpAuthLastUsed}' },
        SmtpAuthUses30d: 'SMTP AUTH was used {SmtpAuthUses30d} times in 30 days',
        SmtpUsed: { yes: 'SMTP was used in 30 days', no: 'SMTP was not used in 30 days' },
        ImapUsed: { yes: 'IMAP was used in 30 days', no: 'IMAP was not used in 30 days' },
        PopUsed: { yes: 'POP was used in 30 days', no: 'POP was not used in 30 days' },
        Source: 'The use of protocols is known from {Source}',
    },
    takes: { SmtpAuthSetting: { report: 'client-access', column: 'SmtpAuth' } },
    compare: { ignore: ['SmtpAuthLastUsed', 'SmtpAuthUses30d'] },
    highlights: [
        {
            title: 'Mailbox used SMTP AUTH in the last 30 days',
            topic: 'Protocols',
            counted: ['mailbox used SMTP AUTH in the last 30 days', 'mailboxes used SMTP AUTH in the last 30 days'],
            when: { SmtpUsed: { const: 'yes' } },
            columns: ['SmtpAuthSetting', 'SmtpAuthLastUsed', 'SmtpAuthUses30d', 'Source'],
        },
        {
            title: 'SMTP AUTH is enabled, and was not used in the last 30 days',
            topic: 'Protocols',
            counted: [
                'mailbox has SMTP AUTH enabled and did not use it for 30 days',
                'mailboxes have SMTP AUTH enabled and did not use it for 30 days',
            ],
            when: { SmtpUsed: { const: 'no' }, SmtpAuthSetting: { const: 'enabled' } },
            columns: ['SmtpAuthSetting', 'SmtpUsed', 'Source'],
        },
    ],
};

;// CONCATENATED MODULE: ./src/reports/built-in.ts














/** The built-in reports by name. To add a report, add a file to the folder and the report to this list. */
const builtInReports = new Map([
    mailboxSettings,
    automaticReplies,
    inboxRules,
    calendar_permissions/* calendarPermissions */.hU,
    folders,
    mailbox_properties/* mailboxProperties */.i,
    clientAccess,
    mailbox_permissions/* mailboxPermissions */.b,
    accounts/* accounts */.v,
    mailboxUsage,
    protocolUse,
    access/* access */.T_,
    applications/* applications */.cU,
    mailboxes,
].map((report) => [report.name, report]));
/** What the rules about a report can set; undefined if the report only reads. */
function writableSettings(report) {
    const settings = builtInReports.get(report)?.corrects?.settings;
    return settings && Object.fromEntries(Object.entries(settings).filter(([, { isManual }]) => isManual !== true));
}
/** Whether rules about a report can take its rows away. */
function isRemovable(report) {
    return builtInReports.get(report)?.corrects?.removes === true;
}
/** The names of the reports that show what a target has. The first one shows all that can be set. */
function reportsWriting(target) {
    return [...builtInReports.values()].flatMap(({ name, corrects }) => (corrects?.target === target ? [name] : []));
}
/** The reports whose rules can set something. */
const WRITABLE_REPORTS = [...builtInReports.values()].flatMap(({ name, corrects }) => corrects === undefined ? [] : [name]);


/***/ }),

/***/ 33704:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   RG: () => (/* binding */ GROUPS_PERMISSION),
/* harmony export */   T_: () => (/* binding */ access),
/* harmony export */   oS: () => (/* binding */ CALENDAR_RIGHT),
/* harmony export */   yc: () => (/* binding */ DIRECT)
/* harmony export */ });
/* harmony import */ var _calendar_permissions_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(42177);
/* harmony import */ var _text_rights_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(87888);
/* harmony import */ var _column_types_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(61444);



/** The permission to list groups and their members. https://learn.microsoft.com/graph/api/group-list-transitivemembers */
const GROUPS_PERMISSION = 'GroupMember.Read.All';
/** Before the role of a calendar. */
const CALENDAR_RIGHT = 'Calendar: ';
/** The rights of trustees besides those on a calendar. */
const RIGHTS = [..._text_rights_js__WEBPACK_IMPORTED_MODULE_1__/* .MAILBOX_RIGHTS */ .zo, ..._text_rights_js__WEBPACK_IMPORTED_MODULE_1__/* .RECEIVING */ .Tt];
/** `Through` of a right that the trustee has without a group. */
const DIRECT = 'direct';
/** Who can open or receive what: a row for each trustee and right, of all reports in the run that have some. Groups are expanded. */
const access = {
    name: 'access',
    revision: 2,
    source: 'reports',
    deriver: 'access',
    usesInternalDomains: true,
    from: ['mailbox-permissions', 'calendar-permissions', 'mailbox-properties', 'inbox-rules'],
    unit: 'right',
    // To expand groups. The report is useful without it.
    permissions: [GROUPS_PERMISSION],
    members: {},
    rows: 'rights',
    item: ['Trustee', 'Right', 'Through'],
    row: ['Inside'],
    ...(0,_column_types_js__WEBPACK_IMPORTED_MODULE_2__/* .typedColumns */ .A8)({
        Trustee: ['Trustee', _column_types_js__WEBPACK_IMPORTED_MODULE_2__/* .TEXT */ .a$],
        TrusteeName: ['TrusteeName', _column_types_js__WEBPACK_IMPORTED_MODULE_2__/* .TEXT */ .a$],
        // Not an enumeration: Graph may add roles.
        Right: [
            'Right',
            {
                ...(0,_column_types_js__WEBPACK_IMPORTED_MODULE_2__/* .mostly */ .Xh)(...RIGHTS, ..._calendar_permissions_js__WEBPACK_IMPORTED_MODULE_0__/* .ROLES */ .gg.map((role) => CALENDAR_RIGHT + role)),
                pattern: `^(?:${RIGHTS.join('|')}|${CALENDAR_RIGHT}.+)$`,
            },
        ],
        Through: ['Through', _column_types_js__WEBPACK_IMPORTED_MODULE_2__/* .TEXT */ .a$],
        Inside: ['Inside', _column_types_js__WEBPACK_IMPORTED_MODULE_2__/* .TRUTH */ .Ye],
    }),
    sentences: {
        Trustee: '{Trustee} has the right {Right}',
        TrusteeName: '{TrusteeName} ({Trustee}) has the right {Right}',
        Right: '{Trustee} has the right {Right}',
        Through: { [DIRECT]: '{Trustee} has the right {Right}', '*': '{Trustee} has the right {Right} through {Through}' },
        Inside: {
            true: '{Trustee}, who is inside, has the right {Right}',
            false: '{Trustee}, who is outside, has the right {Right}',
        },
    },
    inView: { title: 'Who can open it', phrase: 'access' },
    highlights: [
        {
            title: 'Somebody outside has access',
            topic: 'Access',
            counted: ['mailbox gives somebody outside access', 'mailboxes give somebody outside access'],
            when: { Inside: { const: false }, Right: { not: { enum: [..._text_rights_js__WEBPACK_IMPORTED_MODULE_1__/* .RECEIVING */ .Tt] } } },
            columns: ['Trustee', 'Right', 'Through'],
        },
    ],
};


/***/ }),

/***/ 64142:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   v: () => (/* binding */ accounts)
/* harmony export */ });
/* harmony import */ var _corrections_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(36174);
/* harmony import */ var _column_types_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(61444);


const LAST = 'signIn.signInActivity.lastSignInDateTime';
const LAST_OTHER = 'signIn.signInActivity.lastNonInteractiveSignInDateTime';
const LAST_SUCCESS = 'signIn.signInActivity.lastSuccessfulSignInDateTime';
const PREMIUM = 'the application permission AuditLog.Read.All and Microsoft Entra ID P1';
const LICENSED = { type: 'array', minItems: 1 };
function utc(path) {
    return `utc({ dateTime: ${path}, timeZone: 'UTC' })`;
}
/**
 * The account behind each mailbox. Graph shows no sign-ins of an account that never signed in, so that they are blank. Attempts that
 * failed, such as those of a password spray, say nothing about use, so that only success counts. Sign-ins are a listing of their own, since Graph refuses users altogether without the grants for them.
 * https://learn.microsoft.com/graph/api/user-list, https://learn.microsoft.com/graph/api/resources/signinactivity
 */
const accounts = {
    name: 'accounts',
    permissions: ['User.Read.All'],
    request: {
        version: 'v1.0',
        listing: 'users',
        query: {
            $select: 'id,userPrincipalName,mail,proxyAddresses,displayName,accountEnabled,userType,department,jobTitle,assignedLicenses,createdDateTime',
            $top: '999',
        },
        match: 'userPrincipalName',
        alsoMatch: ['id', 'mail', 'proxyAddresses'],
        absent: 'not-found',
        beside: {
            signIn: {
                version: 'v1.0',
                listing: 'users',
                // The largest page with sign-ins.
                query: { $select: 'id,signInActivity', $top: '500' },
                key: 'id',
                shows: 'sign-ins',
                needs: PREMIUM,
            },
            registration: {
                version: 'v1.0',
                listing: 'reports/authenticationMethods/userRegistrationDetails',
                key: 'id',
                shows: 'MFA',
                needs: PREMIUM,
            },
            skus: {
                version: 'v1.0',
                listing: 'subscribedSkus',
                key: undefined,
                shows: 'part numbers of licenses',
                otherwise: '"Licenses" has their IDs, and rules about part numbers are inconclusive',
                needs: 'the application permission LicenseAssignment.Read.All',
            },
        },
    },
    members: {
        displayName: 'blank',
        userPrincipalName: 'value',
        accountEnabled: 'value',
        userType: 'value',
        department: 'blank',
        jobTitle: 'blank',
        assignedLicenses: 'blank',
        createdDateTime: 'value',
        signIn: 'value',
        'signIn.signInActivity': 'optional',
        [LAST]: 'blank',
        [LAST_OTHER]: 'blank',
        [LAST_SUCCESS]: 'blank',
        registration: 'value',
        'registration.isMfaRegistered': 'value',
        'registration.isMfaCapable': 'value',
    },
    ...(0,_column_types_js__WEBPACK_IMPORTED_MODULE_1__/* .typedColumns */ .A8)({
        DisplayName: ['displayName', _column_types_js__WEBPACK_IMPORTED_MODULE_1__/* .TEXT */ .a$],
        UserPrincipalName: ['userPrincipalName', _column_types_js__WEBPACK_IMPORTED_MODULE_1__/* .TEXT */ .a$],
        AccountEnabled: ['accountEnabled', _column_types_js__WEBPACK_IMPORTED_MODULE_1__/* .TRUTH */ .Ye],
        UserType: ['userType', (0,_column_types_js__WEBPACK_IMPORTED_MODULE_1__/* .oneOf */ .yL)('Member', 'Guest')],
        Department: ['department', _column_types_js__WEBPACK_IMPORTED_MODULE_1__/* .TEXT */ .a$],
        JobTitle: ['jobTitle', _column_types_js__WEBPACK_IMPORTED_MODULE_1__/* .TEXT */ .a$],
        Licenses: ['part_numbers(assignedLicenses, skus)', _column_types_js__WEBPACK_IMPORTED_MODULE_1__/* .TEXTS */ .Dm],
        CreatedOn: [utc('createdDateTime'), _column_types_js__WEBPACK_IMPORTED_MODULE_1__/* .TIME */ .E9],
        LastSignIn: [utc(LAST), _column_types_js__WEBPACK_IMPORTED_MODULE_1__/* .TIME */ .E9],
        LastNonInteractiveSignIn: [utc(LAST_OTHER), _column_types_js__WEBPACK_IMPORTED_MODULE_1__/* .TIME */ .E9],
        LastSuccessfulSignIn: [utc(LAST_SUCCESS), _column_types_js__WEBPACK_IMPORTED_MODULE_1__/* .TIME */ .E9],
        DaysSinceSignIn: [`days_since(${LAST_SUCCESS})`, _column_types_js__WEBPACK_IMPORTED_MODULE_1__/* .WHOLE_NUMBER */ .Ez],
        MfaRegistered: ['registration.isMfaRegistered', _column_types_js__WEBPACK_IMPORTED_MODULE_1__/* .TRUTH */ .Ye],
        MfaCapable: ['registration.isMfaCapable', _column_types_js__WEBPACK_IMPORTED_MODULE_1__/* .TRUTH */ .Ye],
    }),
    sentences: {
        DisplayName: 'The display name is {DisplayName}',
        UserPrincipalName: 'The user principal name is {UserPrincipalName}',
        AccountEnabled: { true: 'The account can sign in', false: 'Sign-in to the account is blocked' },
        UserType: 'The account is a {UserType}',
        Department: 'The department is {Department}',
        JobTitle: 'The job title is {JobTitle}',
        Licenses: { '': 'The account has no license', '*': 'The account has the licenses {Licenses}' },
        CreatedOn: 'The account was created at {CreatedOn}',
        LastSignIn: { '': 'No attempt to sign in is known', '*': 'The last attempt to sign in was at {LastSignIn}' },
        LastNonInteractiveSignIn: {
            '': 'No attempt of an application to sign in for the account is known',
            '*': 'The last attempt of an application to sign in for the account was at {LastNonInteractiveSignIn}',
        },
        LastSuccessfulSignIn: {
            '': 'No successful sign-in is known',
            '*': 'The last successful sign-in was at {LastSuccessfulSignIn}',
        },
        DaysSinceSignIn: {
            '': 'No successful sign-in is known',
            '*': 'The last successful sign-in was {DaysSinceSignIn} days ago',
        },
        MfaRegistered: { true: 'MFA is registered', false: 'MFA is not registered' },
        MfaCapable: { true: 'The account can use MFA', false: 'The account cannot use MFA' },
    },
    // Entra ID lists no registration of disabled accounts.
    notApplicable: {
        MfaRegistered: { column: 'AccountEnabled', is: false },
        MfaCapable: { column: 'AccountEnabled', is: false },
    },
    compare: { ignore: ['LastSignIn', 'LastNonInteractiveSignIn', 'LastSuccessfulSignIn', 'DaysSinceSignIn'] },
    manual: (0,_corrections_js__WEBPACK_IMPORTED_MODULE_0__/* .signInCommands */ .hc)('AccountEnabled', true),
    highlights: [
        {
            title: 'Shared mailbox can sign in and has a license',
            topic: 'Access',
            counted: ['shared mailbox can sign in and has a license', 'shared mailboxes can sign in and have a license'],
            when: { AccountEnabled: { const: true }, Licenses: LICENSED },
            beside: { 'mailbox-settings': { UserPurpose: { const: 'shared' } } },
            columns: ['AccountEnabled', 'Licenses', 'LastSuccessfulSignIn'],
        },
        {
            title: 'No sign-in for 90 days, and still licensed',
            topic: 'Access',
            counted: ['licensed mailbox had no sign-in for 90 days', 'licensed mailboxes had no sign-in for 90 days'],
            when: {
                Licenses: LICENSED,
                DaysSinceSignIn: { anyOf: [{ type: 'null' }, { minimum: 90 }] },
                CreatedOn: { format: 'date-time', formatMaximum: 'today-90d' },
            },
            columns: ['DaysSinceSignIn', 'LastSuccessfulSignIn', 'LastSignIn', 'Licenses', 'CreatedOn'],
        },
        {
            title: 'Enabled account without MFA',
            topic: 'Access',
            counted: ['enabled account has no MFA', 'enabled accounts have no MFA'],
            when: { AccountEnabled: { const: true }, MfaRegistered: { const: false } },
            columns: ['AccountEnabled', 'MfaRegistered', 'MfaCapable'],
        },
    ],
};


/***/ }),

/***/ 32729:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   cU: () => (/* binding */ applications),
/* harmony export */   r3: () => (/* binding */ APPLICATIONS_TABLE)
/* harmony export */ });
/* unused harmony export APPLICATIONS_PERMISSION */
/* harmony import */ var _column_types_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(61444);

/** The permission to list applications and what they may do. https://learn.microsoft.com/graph/api/serviceprincipal-list */
const APPLICATIONS_PERMISSION = 'Application.Read.All';
/** The file about the applications of the tenant, without `.csv`. No report can have its name. */
const APPLICATIONS_TABLE = 'applications-of-tenant';
/**
 * Which applications reach which mailbox, a row a mailbox. It is made of listings of the tenant, and of the rights on mailboxes that
 * applications have.
 */
const applications = {
    name: 'applications',
    revision: 2,
    source: 'reports',
    deriver: 'applications',
    from: ['mailbox-permissions'],
    isOfTenant: true,
    asksExchange: true,
    tables: [APPLICATIONS_TABLE],
    permissions: [APPLICATIONS_PERMISSION],
    members: {},
    ...(0,_column_types_js__WEBPACK_IMPORTED_MODULE_0__/* .typedColumns */ .A8)({
        CanReadMail: ['CanReadMail', _column_types_js__WEBPACK_IMPORTED_MODULE_0__/* .TEXTS */ .Dm],
        CanWriteMail: ['CanWriteMail', _column_types_js__WEBPACK_IMPORTED_MODULE_0__/* .TEXTS */ .Dm],
        CanSend: ['CanSend', _column_types_js__WEBPACK_IMPORTED_MODULE_0__/* .TEXTS */ .Dm],
        CanChangeSettings: ['CanChangeSettings', _column_types_js__WEBPACK_IMPORTED_MODULE_0__/* .TEXTS */ .Dm],
        CanUseCalendar: ['CanUseCalendar', _column_types_js__WEBPACK_IMPORTED_MODULE_0__/* .TEXTS */ .Dm],
        Through: ['Through', _column_types_js__WEBPACK_IMPORTED_MODULE_0__/* .TEXTS */ .Dm],
        AppIds: ['AppIds', _column_types_js__WEBPACK_IMPORTED_MODULE_0__/* .TEXTS */ .Dm],
        Delegated: ['Delegated', _column_types_js__WEBPACK_IMPORTED_MODULE_0__/* .TEXTS */ .Dm],
        Unknown: ['Unknown', _column_types_js__WEBPACK_IMPORTED_MODULE_0__/* .TEXTS */ .Dm],
    }),
    inView: { title: 'Which applications can use it', phrase: 'applications' },
    comparisons: {
        ...Object.fromEntries(['CanReadMail', 'CanWriteMail', 'CanSend', 'CanChangeSettings', 'CanUseCalendar', 'Delegated'].map((column) => [
            column,
            {
                advice: "Names are not unique, and can be chosen freely: compare IDs, under AppIds or, as pattern: '\\(ID\\): ', under Through.",
            },
        ])),
        Through: {
            form: '\\): [^:,]+, .',
            advice: "Its texts are NAME (ID): permission, way. Write pattern: '^{pattern} \\(' instead of const, or better the ID, which is unique: pattern: '\\(ID\\): '.",
        },
    },
    // What could not be decided is not a change.
    compare: { ignore: ['Unknown'] },
    sentences: {
        CanReadMail: { '': 'No application can read the mail', '*': '{CanReadMail} can read the mail' },
        CanWriteMail: { '': 'No application can change the mail', '*': '{CanWriteMail} can change the mail' },
        CanSend: { '': 'No application can send as the mailbox', '*': '{CanSend} can send as the mailbox' },
        CanChangeSettings: {
            '': 'No application can change the settings',
            '*': '{CanChangeSettings} can change the settings',
        },
        CanUseCalendar: { '': 'No application can use the calendar', '*': '{CanUseCalendar} can use the calendar' },
        Through: { '': 'No application has a permission', '*': 'Applications have permissions: {Through}' },
        AppIds: { '': 'No application has a permission', '*': 'Applications with these IDs have permissions: {AppIds}' },
        Delegated: {
            '': 'No application has consent for everyone to read mail',
            '*': '{Delegated} can read what the signed-in user can',
        },
        Unknown: { '': 'Everything about applications is known', '*': 'Not known: {Unknown}' },
    },
};


/***/ }),

/***/ 42177:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   Ye: () => (/* binding */ DEFAULT_ID),
/* harmony export */   gg: () => (/* binding */ ROLES),
/* harmony export */   hU: () => (/* binding */ calendarPermissions)
/* harmony export */ });
/* harmony import */ var _json_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(8301);
/* harmony import */ var _known_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(81168);
/* harmony import */ var _column_types_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(61444);



/** The ID of the entry of everyone inside: `Default` in base64. https://learn.microsoft.com/graph/api/calendarpermission-get */
const DEFAULT_ID = 'RGVmYXVsdA==';
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
    permissions: ['Calendars.ReadBasic.All'],
    // The documentation says that "some" query options are supported, but not which.
    request: { path: 'calendar/calendarPermissions', version: 'v1.0' },
    // Only the grant to everyone inside has no address. Whether it can be removed differs.
    members: {
        id: 'value',
        emailAddress: 'value',
        'emailAddress.name': 'blank',
        'emailAddress.address': 'optional',
        role: 'value',
        allowedRoles: 'value',
        isInsideOrganization: 'value',
        isRemovable: 'value',
    },
    rows: 'value',
    item: [['GrantedToAddress', 'GrantedTo']],
    // A grantee whose address is unknown, or who has none, can have the name of another.
    row: ['GrantedToAddress', 'InsideOrganization'],
    identity: ['id'],
    ...(0,_column_types_js__WEBPACK_IMPORTED_MODULE_1__/* .typedColumns */ .A8)({
        GrantedTo: ['emailAddress.name', _column_types_js__WEBPACK_IMPORTED_MODULE_1__/* .TEXT */ .a$],
        GrantedToAddress: [
            `emailAddress.address || (isRemovable == \`false\` || id == '${DEFAULT_ID}' ? \`null\` : 'inconclusive')`,
            _column_types_js__WEBPACK_IMPORTED_MODULE_1__/* .TEXT */ .a$,
        ],
        Role: ['role', (0,_column_types_js__WEBPACK_IMPORTED_MODULE_1__/* .oneOf */ .yL)(...ROLES)],
        AllowedRoles: ['allowedRoles', (0,_column_types_js__WEBPACK_IMPORTED_MODULE_1__/* .someOf */ .yU)(...ROLES)],
        InsideOrganization: ['isInsideOrganization', _column_types_js__WEBPACK_IMPORTED_MODULE_1__/* .TRUTH */ .Ye],
        Removable: ['isRemovable', _column_types_js__WEBPACK_IMPORTED_MODULE_1__/* .TRUTH */ .Ye],
    }),
    sentences: {
        GrantedTo: '{GrantedTo} has the role {Role} on the calendar',
        GrantedToAddress: {
            '': '{GrantedTo}, without an address, has the role {Role} on the calendar',
            '*': '{GrantedToAddress} has the role {Role} on the calendar',
        },
        Role: '{GrantedTo} has the role {Role} on the calendar',
        AllowedRoles: '{GrantedTo} can be given the roles {AllowedRoles} on the calendar',
        InsideOrganization: {
            true: '{GrantedTo}, inside the organization, has the role {Role} on the calendar',
            false: '{GrantedTo}, outside the organization, has the role {Role} on the calendar',
        },
        Removable: {
            true: 'The role {Role} of {GrantedTo} on the calendar can be removed',
            false: 'The role {Role} of {GrantedTo} on the calendar cannot be removed',
        },
    },
    inView: {
        title: 'Calendar permissions',
        phrase: [
            { cell: 'GrantedTo' },
            { cell: 'GrantedToAddress', isAside: true },
            ': ',
            { cell: 'Role' },
            { cell: 'InsideOrganization', says: { false: ', outside' } },
        ],
    },
    auditLog: {
        operations: [
            'Add-MailboxFolderPermission',
            'Set-MailboxFolderPermission',
            'Remove-MailboxFolderPermission',
            'AddFolderPermissions',
            'ModifyFolderPermissions',
            'RemoveFolderPermissions',
            'UpdateFolderPermissions',
            'UpdateCalendarDelegation',
        ],
        rowParameters: ['User', 'MemberUpn'],
    },
    corrects: {
        target: 'calendarPermission',
        settings: { role: { accepts: (value) => value === 'none', expected: '"none"', choices: ['none'] } },
        removes: true,
        keptEntry: ({ cell }, { id }) => (0,_json_js__WEBPACK_IMPORTED_MODULE_2__/* .knownMembers */ .ZR)({
            id,
            emailAddress: (0,_json_js__WEBPACK_IMPORTED_MODULE_2__/* .knownMembers */ .ZR)({
                name: (0,_known_js__WEBPACK_IMPORTED_MODULE_0__/* .valueOf */ .RP)(cell('GrantedTo')),
                address: (0,_known_js__WEBPACK_IMPORTED_MODULE_0__/* .valueOf */ .RP)(cell('GrantedToAddress')),
            }),
            role: (0,_known_js__WEBPACK_IMPORTED_MODULE_0__/* .valueOf */ .RP)(cell('Role')),
            isInsideOrganization: (0,_known_js__WEBPACK_IMPORTED_MODULE_0__/* .valueOf */ .RP)(cell('InsideOrganization')),
            isRemovable: (0,_known_js__WEBPACK_IMPORTED_MODULE_0__/* .valueOf */ .RP)(cell('Removable')),
        }),
        command: () => undefined,
    },
    highlights: [
        {
            title: 'Calendar open to everyone with details',
            topic: 'Access',
            counted: [
                'mailbox has a calendar open to everyone with details',
                'mailboxes have a calendar open to everyone with details',
            ],
            // The grant to everyone inside is the only one without an address.
            when: {
                GrantedToAddress: { const: null },
                Role: { enum: ROLES.filter((role) => !['none', 'freeBusyRead', 'custom'].includes(role)) },
            },
            columns: ['Role', 'GrantedTo', 'InsideOrganization'],
        },
    ],
};


/***/ }),

/***/ 61444:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   A8: () => (/* binding */ typedColumns),
/* harmony export */   Dm: () => (/* binding */ TEXTS),
/* harmony export */   E9: () => (/* binding */ TIME),
/* harmony export */   Ez: () => (/* binding */ WHOLE_NUMBER),
/* harmony export */   Xh: () => (/* binding */ mostly),
/* harmony export */   Ye: () => (/* binding */ TRUTH),
/* harmony export */   a$: () => (/* binding */ TEXT),
/* harmony export */   qR: () => (/* binding */ objectWith),
/* harmony export */   uk: () => (/* binding */ NUMBER),
/* harmony export */   xU: () => (/* binding */ TIME_OF_DAY),
/* harmony export */   yL: () => (/* binding */ oneOf),
/* harmony export */   yU: () => (/* binding */ someOf)
/* harmony export */ });
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
/** Documented texts, which compare without case, and others that the service may have. */
function mostly(...values) {
    return { type: 'string', minLength: 1, anyOf: [{ enum: values }, {}], examples: values.slice(0, 1) };
}
/** A list of Graph's enum values. */
function someOf(...values) {
    return { type: 'array', items: { enum: values } };
}
/** `columns` and `types` of a definition, written together: by name, the JMESPath expression and the schema of the cells. */
function typedColumns(columns) {
    const entries = Object.entries(columns);
    return {
        columns: Object.fromEntries(entries.map(([name, [expression]]) => [name, expression])),
        types: Object.fromEntries(entries.map(([name, [, type]]) => [name, type])),
    };
}


/***/ }),

/***/ 26611:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   L7: () => (/* binding */ onHold),
/* harmony export */   Uo: () => (/* binding */ NO_HOLD)
/* harmony export */ });
/* unused harmony export holdOf */
/* harmony import */ var _json_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(8301);
/* harmony import */ var _known_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(81168);


/** Properties of a mailbox that are true while something keeps it, or mail that is deleted in it. */
const SWITCHES = [
    'LitigationHoldEnabled',
    'RetentionHoldEnabled',
    'ComplianceTagHoldApplied',
    'DelayHoldApplied',
    'DelayReleaseHoldApplied',
];
/** A pattern of identifiers that keep nothing: of a policy that excludes the mailbox, or only deletes. */
const NO_HOLD = '^-|^(?:mbx|skp|grp)[0-9A-Fa-f]+:1$';
/** A case of eDiscovery, or an In-Place Hold. */
const CASE = /^(?:UniH[\da-f-]+|(?:cld)?[\da-f]{32})$/i;
/** A retention policy, with what it does: delete, keep, keep and then delete. */
const POLICY = /^(?<kind>mbx|skp|grp)(?<id>[\da-f]+):(?<action>[123])$/i;
const EXCLUSION = /^-(?:mbx|skp|grp)(?<id>[\da-f]+)(?::\d)?$/i;
/**
 * Whether something keeps a mailbox: a row of `mailbox-properties` with the holds of the mailbox itself, and the retention policies of
 * the whole organization but for those that exclude it.
 * https://learn.microsoft.com/purview/ediscovery-identify-a-hold-on-an-exchange-online-mailbox
 */
const onHold = ([row], organization) => {
    if (row === undefined)
        return undefined;
    const switches = SWITCHES.map((column) => row.cell(column) ?? _known_js__WEBPACK_IMPORTED_MODULE_0__/* .NOT_KNOWN */ .gE);
    const own = row.cell('InPlaceHolds') ?? _known_js__WEBPACK_IMPORTED_MODULE_0__/* .NOT_KNOWN */ .gE;
    const ofMailbox = textsOf((0,_known_js__WEBPACK_IMPORTED_MODULE_0__/* .shownOf */ .Rp)(own)).map((identifier) => holdOf(identifier).keeps);
    const answers = [
        ...switches.map((one) => (one.isKnown ? one.value === true : undefined)),
        ...ofMailbox,
        ...(own.isKnown ? [] : [undefined]),
        ...ofOrganization((0,_json_js__WEBPACK_IMPORTED_MODULE_1__/* .property */ .MZ)((0,_json_js__WEBPACK_IMPORTED_MODULE_1__/* .property */ .MZ)(organization, 'config'), 'InPlaceHolds'), own, row.cell('RecipientTypeDetails')),
    ];
    if (answers.includes(true))
        return (0,_known_js__WEBPACK_IMPORTED_MODULE_0__/* .known */ .eO)('yes');
    return answers.includes(undefined) ? _known_js__WEBPACK_IMPORTED_MODULE_0__/* .NOT_KNOWN */ .gE : (0,_known_js__WEBPACK_IMPORTED_MODULE_0__/* .known */ .eO)('no');
};
/** For each retention policy of the organization whether it keeps the mailbox; undefined if that is not known. */
function ofOrganization(identifiers, own, type) {
    if (!Array.isArray(identifiers))
        return [undefined];
    const excluded = new Set(textsOf((0,_known_js__WEBPACK_IMPORTED_MODULE_0__/* .valueOf */ .RP)(own)).flatMap((identifier) => holdOf(identifier).excludedFrom ?? []));
    const isGroup = type?.isKnown === true ? (0,_known_js__WEBPACK_IMPORTED_MODULE_0__/* .isCertainly */ .iv)(type, 'GroupMailbox') : undefined;
    return identifiers.map((identifier) => {
        const hold = holdOf(identifier);
        if (hold.keeps === undefined)
            return undefined;
        if (!hold.keeps || (hold.policy !== undefined && excluded.has(hold.policy)))
            return false;
        if (isGroup !== undefined && isGroup !== hold.isOfGroups)
            return false;
        return own.isKnown && isGroup !== undefined ? true : undefined;
    });
}
/** What an identifier in `InPlaceHolds` means, of a mailbox or of the organization. */
function holdOf(identifier) {
    const text = typeof identifier === 'string' ? identifier : '';
    const excludedFrom = EXCLUSION.exec(text)?.groups?.id?.toLowerCase();
    if (excludedFrom !== undefined)
        return { keeps: false, isOfGroups: false, excludedFrom };
    const { kind = '', id, action } = POLICY.exec(text)?.groups ?? {};
    if (id === undefined)
        return { keeps: CASE.test(text) ? true : undefined, isOfGroups: false };
    return { keeps: action !== '1', isOfGroups: kind.toLowerCase() === 'grp', policy: id.toLowerCase() };
}
function textsOf(list) {
    return Array.isArray(list) ? list : [];
}


/***/ }),

/***/ 38125:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   b: () => (/* binding */ mailboxPermissions),
/* harmony export */   x: () => (/* binding */ grantsIn)
/* harmony export */ });
/* harmony import */ var _corrections_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(36174);
/* harmony import */ var _json_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(8301);
/* harmony import */ var _known_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(81168);
/* harmony import */ var _text_rights_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(87888);
/* harmony import */ var _column_types_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(61444);





const PROPERTIES = ['Right', 'Trustee', 'Inherited', 'Deny'];
const TRUSTEE = { cell: 'Trustee' };
/**
 * Documented rights. Exchange has more.
 * https://learn.microsoft.com/powershell/module/exchange/add-mailboxpermission#-accessrights
 */
const RIGHTS = [..._text_rights_js__WEBPACK_IMPORTED_MODULE_2__/* .MAILBOX_RIGHTS */ .zo, ..._text_rights_js__WEBPACK_IMPORTED_MODULE_2__/* .OTHER_RIGHTS */ .xK];
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
        parameters: { IncludeUnresolvedPermissions: true, IncludeSoftDeletedUserPermissions: true },
        select: ['User', 'UserSid', 'AccessRights', 'IsInherited', 'Deny', 'InheritanceType'],
        perMailbox: true,
        beside: {
            sendAs: {
                cmdlet: 'Get-RecipientPermission',
                select: ['Trustee', 'TrusteeSidString', 'AccessRights', 'AccessControlType'],
                isOptional: true,
            },
            mailbox: { cmdlet: 'Get-Mailbox', select: ['GrantSendOnBehalfTo'], resolves: 'GrantSendOnBehalfTo' },
        },
    },
    members: { Right: 'value', Trustee: 'value', Inherited: 'value', Deny: 'value' },
    convert: (found) => ({ grants: grantsIn(found) }),
    properties: PROPERTIES,
    rows: 'grants',
    item: ['Trustee', 'Right'],
    row: ['Inherited', 'Deny'],
    identity: ['TrusteeId', 'Inheritance', 'Name'],
    ...(0,_column_types_js__WEBPACK_IMPORTED_MODULE_3__/* .typedColumns */ .A8)({
        Right: ['Right', (0,_column_types_js__WEBPACK_IMPORTED_MODULE_3__/* .mostly */ .Xh)(...RIGHTS)],
        Trustee: ['Trustee', _column_types_js__WEBPACK_IMPORTED_MODULE_3__/* .TEXT */ .a$],
        Inherited: ['Inherited', _column_types_js__WEBPACK_IMPORTED_MODULE_3__/* .TRUTH */ .Ye],
        Deny: ['Deny', _column_types_js__WEBPACK_IMPORTED_MODULE_3__/* .TRUTH */ .Ye],
    }),
    sentences: {
        Right: '{Trustee} has an entry for {Right}',
        Trustee: '{Trustee} has an entry for {Right}',
        Inherited: {
            true: 'The entry of {Trustee} for {Right} is inherited',
            false: 'The entry of {Trustee} for {Right} is on the mailbox itself, not inherited',
        },
        Deny: { true: '{Right} is denied to {Trustee}', false: '{Right} is granted to {Trustee}' },
    },
    inView: {
        title: 'Mailbox permissions',
        phrase: [
            TRUSTEE,
            ': ',
            { cell: 'Deny', says: { true: 'denied ' } },
            { cell: 'Right' },
            { cell: 'Inherited', says: { true: ' (inherited)' } },
        ],
    },
    corrects: {
        target: 'right',
        settings: {},
        removes: true,
        keptEntry: ({ cell }, identity) => ({
            ...(0,_json_js__WEBPACK_IMPORTED_MODULE_4__/* .knownMembers */ .ZR)(Object.fromEntries(PROPERTIES.map((name) => [name, (0,_known_js__WEBPACK_IMPORTED_MODULE_1__/* .valueOf */ .RP)(cell(name))]))),
            ...identity,
        }),
        command: () => undefined,
    },
    // https://learn.microsoft.com/powershell/module/exchange/remove-mailboxpermission
    removal: {
        by: 'Right',
        commands: {
            FullAccess: [
                'Remove-MailboxPermission -Identity ',
                _corrections_js__WEBPACK_IMPORTED_MODULE_0__/* .MAILBOX */ .bG,
                ' -User ',
                TRUSTEE,
                ' -AccessRights FullAccess -Confirm:$false',
            ],
            SendAs: [
                'Remove-RecipientPermission -Identity ',
                _corrections_js__WEBPACK_IMPORTED_MODULE_0__/* .MAILBOX */ .bG,
                ' -Trustee ',
                TRUSTEE,
                ' -AccessRights SendAs -Confirm:$false',
            ],
            SendOnBehalf: ['Set-Mailbox -Identity ', _corrections_js__WEBPACK_IMPORTED_MODULE_0__/* .MAILBOX */ .bG, ' -GrantSendOnBehalfTo @{Remove = ', TRUSTEE, '}'],
        },
        // Only an entry on the mailbox itself that grants a right can be removed.
        unless: ['Inherited', 'Deny'],
    },
    auditLog: {
        operations: [
            'Add-MailboxPermission',
            'Remove-MailboxPermission',
            'Add-RecipientPermission',
            'Remove-RecipientPermission',
            'Set-Mailbox',
        ],
        rowParameters: ['User', 'Trustee', 'GrantSendOnBehalfTo'],
    },
    highlights: [
        {
            title: 'Another user has full access',
            topic: 'Access',
            counted: ['mailbox gives another user full access', 'mailboxes give another user full access'],
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
function grantsIn({ value, sendAs, mailbox, recipientAddresses, recipientIds }) {
    return [
        ...objectsIn(value).flatMap(fullAccess),
        ...objectsIn(sendAs).flatMap(sendAsGrants),
        ...objectsIn(mailbox).flatMap((item) => sendOnBehalf(item, recipientAddresses, recipientIds)),
    ];
}
function fullAccess(item) {
    const { User: trustee, UserSid: sid, IsInherited: inherited, Deny: deny, InheritanceType: inheritance } = item;
    return isSelf(trustee, sid)
        ? []
        : rightsOf(item).map((right) => ({
            Right: right,
            Trustee: trusteeOf(trustee, sid),
            ...known('TrusteeId', sid),
            ...known('Inheritance', inheritance),
            ...known('Inherited', inherited),
            ...known('Deny', deny),
        }));
}
/** A property without a value is unknown, as one that is left out. */
function known(name, value) {
    return value === undefined || value === null ? {} : { [name]: value };
}
/** Exchange does not show whether these grants are inherited. */
function sendAsGrants(item) {
    const { Trustee: trustee, TrusteeSidString: sid, AccessControlType: type } = item;
    if (isSelf(trustee, sid))
        return [];
    if (type !== undefined && type !== null && type !== 'Allow' && type !== 'Deny')
        throw unknown('AccessControlType');
    return rightsOf(item).map((right) => ({
        Right: right,
        Trustee: trusteeOf(trustee, sid),
        ...known('TrusteeId', sid),
        ...known('Deny', typeof type === 'string' ? type === 'Deny' : undefined),
    }));
}
/** A list that is left out may have had grants: a row without known cells, so that rules are inconclusive. */
function sendOnBehalf({ GrantSendOnBehalfTo: names }, addresses, ids) {
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
            Trustee: (0,_json_js__WEBPACK_IMPORTED_MODULE_4__/* .property */ .MZ)(addresses, name) ?? name,
            Name: name,
            ...known('TrusteeId', (0,_json_js__WEBPACK_IMPORTED_MODULE_4__/* .property */ .MZ)(ids, name)),
            Inherited: false,
            Deny: false,
        };
    });
}
function objectsIn(value) {
    if (!Array.isArray(value) || !value.every(_json_js__WEBPACK_IMPORTED_MODULE_4__/* .isObject */ .Gv))
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
        return text.split(',').map((right) => rightNamed(right.trim()));
    });
    if (rights.length === 0 || rights.includes(''))
        throw unknown('AccessRights');
    return rights;
}
/** The documented spelling, whatever the case. */
function rightNamed(text) {
    return RIGHTS.find((right) => right.toLowerCase() === text.toLowerCase()) ?? text;
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


/***/ }),

/***/ 7932:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   $: () => (/* binding */ MAILBOX_TYPES),
/* harmony export */   i: () => (/* binding */ mailboxProperties)
/* harmony export */ });
/* harmony import */ var _mailboxes_address_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(16592);
/* harmony import */ var _corrections_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(36174);
/* harmony import */ var _column_types_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(61444);
/* harmony import */ var _mailbox_holds_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(26611);




/** https://learn.microsoft.com/powershell/module/exchange/get-mailbox */
const MAILBOX_TYPES = [
    'UserMailbox',
    'SharedMailbox',
    'RoomMailbox',
    'EquipmentMailbox',
    'SchedulingMailbox',
    'TeamMailbox',
    'LinkedMailbox',
    'LinkedRoomMailbox',
    'LegacyMailbox',
    'DiscoveryMailbox',
    'GroupMailbox',
    'PublicFolderMailbox',
];
/** Without those that are not set. */
const SET = "[?@ != `null` && @ != '']";
/** A recipient of the directory whose address is not known has only its name. */
const TARGETS = '[ForwardingSmtpAddress, recipientAddress || ForwardingAddress && { name: ForwardingAddress }]' + SET;
/** Mailboxes that auditing by default covers, whatever their `AuditEnabled`. */
const AUDITED_TYPES = 'contains(`["UserMailbox", "SharedMailbox", "GroupMailbox"]`, RecipientTypeDetails)';
const UNAUDITED_TYPES = 'contains(`["RoomMailbox", "EquipmentMailbox", "PublicFolderMailbox"]`, RecipientTypeDetails)';
/** Without auditing by default, nothing is audited. What a user does who bypasses it is not. */
const NOT_AUDITED = `bypass[0].AuditBypassEnabled == \`true\` || (${UNAUDITED_TYPES} && AuditEnabled == \`false\`) || organization.config.AuditDisabled == \`true\``;
const AUDITED = `organization.config.AuditDisabled == \`false\` && bypass[0].AuditBypassEnabled == \`false\` && (${AUDITED_TYPES} || AuditEnabled == \`true\`)`;
/**
 * What Exchange Online knows about a mailbox and Graph does not show: forwarding, holds, auditing, quotas. Exchange ignores
 * `ForwardingSmtpAddress` while `ForwardingAddress` is set, but it applies as soon as the other is cleared, so
 * `ExternalTargets` has both. What decides on auditing: https://learn.microsoft.com/purview/audit-mailboxes
 */
const mailboxProperties = {
    name: 'mailbox-properties',
    source: 'exchange',
    permissions: ['Exchange.ManageAsApp'],
    request: {
        cmdlet: 'Get-Mailbox',
        select: [
            'DisplayName',
            'RecipientTypeDetails',
            'PrimarySmtpAddress',
            'ForwardingAddress',
            'ForwardingSmtpAddress',
            'DeliverToMailboxAndForward',
            'AccountDisabled',
            'LitigationHoldEnabled',
            'InPlaceHolds',
            'LitigationHoldDate',
            'LitigationHoldOwner',
            'LitigationHoldDuration',
            'RetentionHoldEnabled',
            'ComplianceTagHoldApplied',
            'DelayHoldApplied',
            'DelayReleaseHoldApplied',
            'RetentionPolicy',
            'SingleItemRecoveryEnabled',
            'RetainDeletedItemsFor',
            'AuditEnabled',
            'HiddenFromAddressListsEnabled',
            'IsDirSynced',
            'ArchiveStatus',
            'ProhibitSendReceiveQuota',
            'ArchiveQuota',
            'RecoverableItemsQuota',
            'GrantSendOnBehalfTo',
            'MessageCopyForSentAsEnabled',
            'WhenCreated',
        ],
        resolves: 'ForwardingAddress',
        organization: {
            config: { cmdlet: 'Get-OrganizationConfig', select: ['Identity', 'AuditDisabled', 'InPlaceHolds'] },
        },
        beside: {
            bypass: { cmdlet: 'Get-MailboxAuditBypassAssociation', select: ['AuditBypassEnabled'], isOptional: true },
        },
    },
    members: {
        organization: 'value',
        'organization.config': 'value',
        'organization.config.AuditDisabled': 'value',
        RecipientTypeDetails: 'value',
        PrimarySmtpAddress: 'value',
        DeliverToMailboxAndForward: 'value',
        AccountDisabled: 'value',
        LitigationHoldEnabled: 'value',
        LitigationHoldDuration: 'value',
        RetentionHoldEnabled: 'value',
        ComplianceTagHoldApplied: 'value',
        DelayHoldApplied: 'value',
        DelayReleaseHoldApplied: 'value',
        SingleItemRecoveryEnabled: 'value',
        RetainDeletedItemsFor: 'value',
        AuditEnabled: 'value',
        HiddenFromAddressListsEnabled: 'value',
        IsDirSynced: 'value',
        ArchiveStatus: 'value',
        ProhibitSendReceiveQuota: 'value',
        ArchiveQuota: 'value',
        RecoverableItemsQuota: 'value',
        MessageCopyForSentAsEnabled: 'value',
        WhenCreated: 'value',
    },
    ...(0,_column_types_js__WEBPACK_IMPORTED_MODULE_2__/* .typedColumns */ .A8)({
        DisplayName: ['DisplayName', _column_types_js__WEBPACK_IMPORTED_MODULE_2__/* .TEXT */ .a$],
        RecipientTypeDetails: ['RecipientTypeDetails', (0,_column_types_js__WEBPACK_IMPORTED_MODULE_2__/* .oneOf */ .yL)(...MAILBOX_TYPES)],
        PrimarySmtpAddress: ['PrimarySmtpAddress', _column_types_js__WEBPACK_IMPORTED_MODULE_2__/* .TEXT */ .a$],
        ForwardingAddress: ['ForwardingAddress', _column_types_js__WEBPACK_IMPORTED_MODULE_2__/* .TEXT */ .a$],
        ForwardingSmtpAddress: [`addresses([ForwardingSmtpAddress]${SET})[0]`, _column_types_js__WEBPACK_IMPORTED_MODULE_2__/* .TEXT */ .a$],
        DeliverToMailboxAndForward: ['DeliverToMailboxAndForward', _column_types_js__WEBPACK_IMPORTED_MODULE_2__/* .TRUTH */ .Ye],
        ExternalTargets: [`external(${TARGETS}) || (unresolved(${TARGETS}) && 'inconclusive' || \`[]\`)`, _column_types_js__WEBPACK_IMPORTED_MODULE_2__/* .TEXTS */ .Dm],
        AccountDisabled: ['AccountDisabled', _column_types_js__WEBPACK_IMPORTED_MODULE_2__/* .TRUTH */ .Ye],
        LitigationHoldEnabled: ['LitigationHoldEnabled', _column_types_js__WEBPACK_IMPORTED_MODULE_2__/* .TRUTH */ .Ye],
        InPlaceHolds: ['InPlaceHolds', _column_types_js__WEBPACK_IMPORTED_MODULE_2__/* .TEXTS */ .Dm],
        LitigationHoldDate: ["utc({ dateTime: LitigationHoldDate, timeZone: 'UTC' })", _column_types_js__WEBPACK_IMPORTED_MODULE_2__/* .TIME */ .E9],
        LitigationHoldOwner: ['LitigationHoldOwner', _column_types_js__WEBPACK_IMPORTED_MODULE_2__/* .TEXT */ .a$],
        LitigationHoldDuration: ['LitigationHoldDuration', _column_types_js__WEBPACK_IMPORTED_MODULE_2__/* .TEXT */ .a$],
        RetentionHoldEnabled: ['RetentionHoldEnabled', _column_types_js__WEBPACK_IMPORTED_MODULE_2__/* .TRUTH */ .Ye],
        ComplianceTagHoldApplied: ['ComplianceTagHoldApplied', _column_types_js__WEBPACK_IMPORTED_MODULE_2__/* .TRUTH */ .Ye],
        DelayHoldApplied: ['DelayHoldApplied', _column_types_js__WEBPACK_IMPORTED_MODULE_2__/* .TRUTH */ .Ye],
        DelayReleaseHoldApplied: ['DelayReleaseHoldApplied', _column_types_js__WEBPACK_IMPORTED_MODULE_2__/* .TRUTH */ .Ye],
        RetentionPolicy: ['RetentionPolicy', _column_types_js__WEBPACK_IMPORTED_MODULE_2__/* .TEXT */ .a$],
        SingleItemRecoveryEnabled: ['SingleItemRecoveryEnabled', _column_types_js__WEBPACK_IMPORTED_MODULE_2__/* .TRUTH */ .Ye],
        RetainDeletedItemsFor: ['days(RetainDeletedItemsFor)', _column_types_js__WEBPACK_IMPORTED_MODULE_2__/* .NUMBER */ .uk],
        AuditEnabled: ['AuditEnabled', _column_types_js__WEBPACK_IMPORTED_MODULE_2__/* .TRUTH */ .Ye],
        Audited: [`(${NOT_AUDITED}) && 'no' || (${AUDITED}) && 'yes' || 'inconclusive'`, (0,_column_types_js__WEBPACK_IMPORTED_MODULE_2__/* .oneOf */ .yL)('yes', 'no')],
        HiddenFromAddressListsEnabled: ['HiddenFromAddressListsEnabled', _column_types_js__WEBPACK_IMPORTED_MODULE_2__/* .TRUTH */ .Ye],
        IsDirSynced: ['IsDirSynced', _column_types_js__WEBPACK_IMPORTED_MODULE_2__/* .TRUTH */ .Ye],
        ArchiveStatus: ['ArchiveStatus', _column_types_js__WEBPACK_IMPORTED_MODULE_2__/* .TEXT */ .a$],
        ProhibitSendReceiveQuotaGB: ['gigabytes(ProhibitSendReceiveQuota)', _column_types_js__WEBPACK_IMPORTED_MODULE_2__/* .NUMBER */ .uk],
        ArchiveQuotaGB: ['gigabytes(ArchiveQuota)', _column_types_js__WEBPACK_IMPORTED_MODULE_2__/* .NUMBER */ .uk],
        RecoverableItemsQuotaGB: ['gigabytes(RecoverableItemsQuota)', _column_types_js__WEBPACK_IMPORTED_MODULE_2__/* .NUMBER */ .uk],
        GrantSendOnBehalfTo: ['GrantSendOnBehalfTo', _column_types_js__WEBPACK_IMPORTED_MODULE_2__/* .TEXTS */ .Dm],
        MessageCopyForSentAsEnabled: ['MessageCopyForSentAsEnabled', _column_types_js__WEBPACK_IMPORTED_MODULE_2__/* .TRUTH */ .Ye],
        WhenCreated: ["utc({ dateTime: WhenCreated, timeZone: 'UTC' })", _column_types_js__WEBPACK_IMPORTED_MODULE_2__/* .TIME */ .E9],
    }),
    sentences: {
        DisplayName: 'The display name is {DisplayName}',
        RecipientTypeDetails: 'The mailbox is a {RecipientTypeDetails}',
        PrimarySmtpAddress: 'The primary address is {PrimarySmtpAddress}',
        ForwardingAddress: { '': 'No recipient is set to forward to', '*': 'Mail is forwarded to {ForwardingAddress}' },
        ForwardingSmtpAddress: {
            '': 'No address is set to forward to',
            '*': 'Mail is forwarded to {ForwardingSmtpAddress}',
        },
        DeliverToMailboxAndForward: {
            true: 'The mailbox keeps a copy of mail that is forwarded',
            false: 'The mailbox keeps no copy of mail that is forwarded',
        },
        ExternalTargets: { '': 'No mail is forwarded outside', '*': 'Mail is forwarded outside, to {ExternalTargets}' },
        AccountDisabled: { true: 'Sign-in to the account is blocked', false: 'The account can sign in' },
        LitigationHoldEnabled: {
            true: 'The mailbox is on litigation hold',
            false: 'The mailbox is not on litigation hold',
        },
        InPlaceHolds: {
            '': 'No hold or policy names the mailbox',
            '*': 'These holds and policies name the mailbox, or exclude it (-): {InPlaceHolds}',
        },
        LitigationHoldDate: {
            '': 'There is no date of a litigation hold',
            '*': 'The litigation hold is from {LitigationHoldDate}',
        },
        LitigationHoldOwner: {
            '': 'Nobody is named for a litigation hold',
            '*': 'The litigation hold was set by {LitigationHoldOwner}',
        },
        LitigationHoldDuration: {
            Unlimited: 'A litigation hold keeps items without a limit',
            '*': 'A litigation hold keeps items for {LitigationHoldDuration} (days.hours:minutes:seconds)',
        },
        RetentionHoldEnabled: {
            true: 'The retention policy is suspended (retention hold)',
            false: 'The retention policy is not suspended',
        },
        ComplianceTagHoldApplied: {
            true: 'A retention label holds items of the mailbox',
            false: 'No retention label holds items of the mailbox',
        },
        DelayHoldApplied: {
            true: 'A hold was removed less than 30 days ago and still delays deletion',
            false: 'No delay hold applies',
        },
        DelayReleaseHoldApplied: {
            true: 'A hold of other applications was removed less than 30 days ago and still delays deletion',
            false: 'No delay hold of other applications applies',
        },
        RetentionPolicy: { '': 'There is no retention policy', '*': 'The retention policy is {RetentionPolicy}' },
        SingleItemRecoveryEnabled: { true: 'Single item recovery is enabled', false: 'Single item recovery is disabled' },
        RetainDeletedItemsFor: 'Deleted items are kept for {RetainDeletedItemsFor} days',
        AuditEnabled: { true: 'AuditEnabled of the mailbox is true', false: 'AuditEnabled of the mailbox is false' },
        Audited: { yes: 'Access to the mailbox is logged', no: 'Access to the mailbox is not logged' },
        HiddenFromAddressListsEnabled: {
            true: 'The mailbox is hidden from address lists',
            false: 'The mailbox is in address lists',
        },
        IsDirSynced: {
            true: 'The mailbox is synchronized from Active Directory',
            false: 'The mailbox is not synchronized',
        },
        ArchiveStatus: 'The status of the archive is {ArchiveStatus}',
        ProhibitSendReceiveQuotaGB: { '': 'The size is not limited', '*': 'The quota is {ProhibitSendReceiveQuotaGB} GB' },
        ArchiveQuotaGB: { '': 'The archive is not limited', '*': 'The quota of the archive is {ArchiveQuotaGB} GB' },
        RecoverableItemsQuotaGB: {
            '': 'Recoverable items are not limited',
            '*': 'The quota of recoverable items is {RecoverableItemsQuotaGB} GB',
        },
        GrantSendOnBehalfTo: {
            '': 'Nobody can send on behalf of the mailbox',
            '*': '{GrantSendOnBehalfTo} can send on behalf of the mailbox',
        },
        MessageCopyForSentAsEnabled: {
            true: 'The mailbox gets a copy of mail sent as it',
            false: 'The mailbox gets no copy of mail sent as it',
        },
        WhenCreated: 'The mailbox was created at {WhenCreated}',
    },
    // https://learn.microsoft.com/powershell/module/exchange/set-mailbox
    manual: (0,_corrections_js__WEBPACK_IMPORTED_MODULE_1__/* .signInCommands */ .hc)('AccountDisabled', false),
    corrects: {
        target: 'Set-Mailbox',
        settings: {
            ForwardingSmtpAddress: {
                accepts: (value) => value === null || (typeof value === 'string' && (0,_mailboxes_address_js__WEBPACK_IMPORTED_MODULE_0__/* .isAddress */ .PW)(value.replace(/^smtp:/i, ''))),
                expected: 'null, which clears it, or an SMTP address',
            },
            ForwardingAddress: {
                accepts: (value) => value === null || (typeof value === 'string' && /^(?=.*\S)[^\p{Cc}]{1,1000}$/u.test(value)),
                expected: 'null, which clears it, or the name of a recipient as the report shows it',
            },
            DeliverToMailboxAndForward: _corrections_js__WEBPACK_IMPORTED_MODULE_1__/* .TRUE_OR_FALSE */ .ne,
            AuditEnabled: _corrections_js__WEBPACK_IMPORTED_MODULE_1__/* .TRUE_OR_FALSE */ .ne,
            MessageCopyForSentAsEnabled: _corrections_js__WEBPACK_IMPORTED_MODULE_1__/* .TRUE_OR_FALSE */ .ne,
            HiddenFromAddressListsEnabled: _corrections_js__WEBPACK_IMPORTED_MODULE_1__/* .TRUE_OR_FALSE */ .ne,
            LitigationHoldEnabled: _corrections_js__WEBPACK_IMPORTED_MODULE_1__/* .MANUAL_TRUTH */ .LZ,
            SingleItemRecoveryEnabled: _corrections_js__WEBPACK_IMPORTED_MODULE_1__/* .MANUAL_TRUTH */ .LZ,
        },
        // GrantSendOnBehalfTo is a right, which another report has.
        keptSettings: { ExternalTargets: _corrections_js__WEBPACK_IMPORTED_MODULE_1__/* .FOLLOWS */ .Bi, Audited: _corrections_js__WEBPACK_IMPORTED_MODULE_1__/* .FOLLOWS */ .Bi, GrantSendOnBehalfTo: _corrections_js__WEBPACK_IMPORTED_MODULE_1__/* .FOLLOWS */ .Bi },
        columns: [{ column: 'ExternalTargets', value: [], set: { ForwardingAddress: null, ForwardingSmtpAddress: null } }],
        command: (0,_corrections_js__WEBPACK_IMPORTED_MODULE_1__/* .cmdletCommand */ .xS)('Set-Mailbox'),
    },
    counts: {
        values: [{ column: 'RecipientTypeDetails', title: 'Mailbox types', order: 5, group: 'types' }],
    },
    auditLog: {
        operations: ['Set-Mailbox', 'Enable-Mailbox', 'Disable-Mailbox'],
        parameters: {
            ExternalTargets: ['ForwardingSmtpAddress', 'ForwardingAddress'],
            Audited: ['AuditEnabled'],
            RecipientTypeDetails: ['Type'],
            ArchiveStatus: ['Archive'],
            ProhibitSendReceiveQuotaGB: ['ProhibitSendReceiveQuota'],
            ArchiveQuotaGB: ['ArchiveQuota'],
            RecoverableItemsQuotaGB: ['RecoverableItemsQuota'],
        },
    },
    highlights: [
        {
            title: 'Mailbox forwards outside',
            topic: 'Forwarding',
            counted: ['mailbox forwards outside by its settings', 'mailboxes forward outside by their settings'],
            sends: 'forwarding of the mailbox',
            when: { ExternalTargets: { type: 'array', minItems: 1 } },
            columns: ['ExternalTargets', 'DeliverToMailboxAndForward', 'ForwardingAddress', 'ForwardingSmtpAddress'],
        },
        {
            title: 'Shared mailbox can sign in',
            topic: 'Access',
            counted: ['shared mailbox can sign in', 'shared mailboxes can sign in'],
            when: { RecipientTypeDetails: { const: 'SharedMailbox' }, AccountDisabled: { const: false } },
            columns: ['RecipientTypeDetails', 'AccountDisabled'],
        },
        {
            title: 'Mailbox is on hold, and no hold is named',
            counted: ['mailbox is on a hold that is not named', 'mailboxes are on a hold that is not named'],
            when: {
                LitigationHoldEnabled: { const: false },
                InPlaceHolds: { anyOf: [{ type: 'null' }, { items: { pattern: _mailbox_holds_js__WEBPACK_IMPORTED_MODULE_3__/* .NO_HOLD */ .Uo } }] },
            },
            any: [
                { ComplianceTagHoldApplied: { const: true } },
                { DelayHoldApplied: { const: true } },
                { DelayReleaseHoldApplied: { const: true } },
            ],
            columns: ['ComplianceTagHoldApplied', 'DelayHoldApplied', 'DelayReleaseHoldApplied', 'RetentionHoldEnabled'],
        },
        {
            title: 'Access is not audited',
            topic: 'Access',
            counted: ['mailbox is not audited', 'mailboxes are not audited'],
            when: { Audited: { const: 'no' } },
            columns: ['Audited', 'AuditEnabled'],
        },
    ],
};


/***/ }),

/***/ 4274:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   Fr: () => (/* binding */ unavailableReport),
/* harmony export */   Hl: () => (/* binding */ lackingSource),
/* harmony export */   NK: () => (/* binding */ isReportFile),
/* harmony export */   UA: () => (/* binding */ checkReports),
/* harmony export */   jK: () => (/* binding */ chooseReports)
/* harmony export */ });
/* harmony import */ var _errors_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(83916);
/* harmony import */ var _text_did_you_mean_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(63180);
/* harmony import */ var _built_in_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(6336);
/* harmony import */ var _text_audience_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(58217);
/* harmony import */ var _definition_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(54530);





const FILE = /[/\\]|\.ya?ml$/i;
const MAX_SHOWN = 60;
/**
 * The reports that the input "report" names, in its order: names of built-in reports, and paths of report files. Rejects
 * with a UserError: `INPUT_INVALID` for an unknown name, `REPORT_FILE` for a file that cannot be read or has mistakes,
 * `REPORT_NAME_TAKEN` if two reports have the same name.
 */
async function chooseReports(names, workspace) {
    return (0,_errors_js__WEBPACK_IMPORTED_MODULE_0__/* .requireValue */ .vd)(await checkReports(names, workspace));
}
/** Like `chooseReports`, with all problems. The value has the reports without problems. */
async function checkReports(names, workspace) {
    const chosen = new Map();
    const problems = [];
    const warnings = [];
    for (const entry of names) {
        const checked = await checkEntry(entry, workspace);
        problems.push(...checked.problems);
        warnings.push(...(checked.warnings ?? []));
        const report = checked.value;
        if (report === undefined)
            continue;
        const other = chosen.get(report.name);
        if (other === undefined)
            chosen.set(report.name, { entry, report });
        else
            problems.push(nameTaken(report.name, other.entry, entry));
    }
    return { value: [...chosen.values()].map(({ report }) => report), problems, warnings };
}
async function checkEntry(entry, workspace) {
    if (!isReportFile(entry))
        return (0,_errors_js__WEBPACK_IMPORTED_MODULE_0__/* .collectProblems */ .vX)(() => Promise.resolve({ value: namedReport(entry), problems: [] }));
    // A run without report files does not need the reader of YAML.
    const { checkReportFile } = await Promise.all(/* import() */[__webpack_require__.e(501), __webpack_require__.e(815), __webpack_require__.e(840), __webpack_require__.e(422), __webpack_require__.e(897), __webpack_require__.e(384), __webpack_require__.e(947)]).then(__webpack_require__.bind(__webpack_require__, 54771));
    return checkReportFile(entry, workspace);
}
/** Whether an entry of the input is the path of a report file, rather than a name. */
function isReportFile(entry) {
    return FILE.test(entry);
}
/** The built-in report with a name, in any case. Throws the UserError `INPUT_INVALID`. */
function namedReport(entry) {
    const report = _built_in_js__WEBPACK_IMPORTED_MODULE_2__/* .builtInReports */ .vc.get(entry.toLowerCase());
    if (report !== undefined)
        return report;
    const names = [..._built_in_js__WEBPACK_IMPORTED_MODULE_2__/* .builtInReports */ .vc.keys()];
    const entryText = entry.length > MAX_SHOWN ? `${entry.slice(0, MAX_SHOWN)}…` : entry;
    throw new _errors_js__WEBPACK_IMPORTED_MODULE_0__/* .UserError */ .yo('INPUT_INVALID', `${(0,_text_audience_js__WEBPACK_IMPORTED_MODULE_3__/* .theInput */ .y8)('report')} cannot be ${JSON.stringify(entryText)}.`, {
        hint: (0,_text_did_you_mean_js__WEBPACK_IMPORTED_MODULE_1__/* .suggestion */ .h)(entry, names) +
            `Use ${names.map((name) => `"${name}"`).join(', ')}, or the path of a report file, such as reports/${/^[a-z0-9-]{1,40}$/.test(entry) ? entry : 'categories'}.yml.`,
    });
}
/** The error of a report that is made of others none of which is in the run; undefined if there is none. */
function lackingSource(reports) {
    const names = reports.map(({ name }) => name);
    const lacking = reports
        .filter(_definition_js__WEBPACK_IMPORTED_MODULE_4__/* .isDerivedReport */ ._S)
        .find((report) => !(0,_definition_js__WEBPACK_IMPORTED_MODULE_4__/* .isTenantReport */ .Zn)(report) && !report.from.some((name) => names.includes(name)));
    if (lacking === undefined)
        return undefined;
    const sources = lacking.from.map((name) => `"${name}"`).join(', ');
    return new _errors_js__WEBPACK_IMPORTED_MODULE_0__/* .UserError */ .yo('INPUT_INVALID', `The report ${lacking.name} is made of other reports, and the run has none of them.`, { hint: `Add at least one of its sources to ${(0,_text_audience_js__WEBPACK_IMPORTED_MODULE_3__/* .inputName */ .yu)('report')}: ${sources}.` });
}
/** The error of a report that a cloud does not have; undefined if it has all. It is better known before the first request. */
function unavailableReport(reports, cloud) {
    if (cloud === 'global')
        return undefined;
    const report = reports.find((one) => (0,_definition_js__WEBPACK_IMPORTED_MODULE_4__/* .isListingReport */ .rJ)(one) && one.request.isGlobalOnly === true);
    if (report === undefined)
        return undefined;
    return new _errors_js__WEBPACK_IMPORTED_MODULE_0__/* .UserError */ .yo('INPUT_INVALID', `The report ${report.name} does not exist in the cloud "${cloud}".`, {
        hint: `Remove it from ${(0,_text_audience_js__WEBPACK_IMPORTED_MODULE_3__/* .inputName */ .yu)('report')}: Microsoft has usage reports of mailboxes in the global cloud only.`,
    });
}
function nameTaken(name, first, second) {
    const twice = first === second;
    return new _errors_js__WEBPACK_IMPORTED_MODULE_0__/* .UserError */ .yo('REPORT_NAME_TAKEN', twice
        ? `${(0,_text_audience_js__WEBPACK_IMPORTED_MODULE_3__/* .theInput */ .y8)('report')} names ${first} twice.`
        : `${(0,_text_audience_js__WEBPACK_IMPORTED_MODULE_3__/* .theInput */ .y8)('report')} names two reports called "${name}": ${first} and ${second}.`, {
        hint: twice
            ? 'Remove one of them.'
            : 'Each report writes files with its name. Change "name" in one of the files, or remove one report.',
    });
}


/***/ }),

/***/ 36174:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   Bi: () => (/* binding */ FOLLOWS),
/* harmony export */   FH: () => (/* binding */ choiceOf),
/* harmony export */   LZ: () => (/* binding */ MANUAL_TRUTH),
/* harmony export */   bG: () => (/* binding */ MAILBOX),
/* harmony export */   hc: () => (/* binding */ signInCommands),
/* harmony export */   ne: () => (/* binding */ TRUE_OR_FALSE),
/* harmony export */   wC: () => (/* binding */ matching),
/* harmony export */   xS: () => (/* binding */ cmdletCommand)
/* harmony export */ });
/* harmony import */ var _text_power_shell_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(55661);

/** Of a cell that follows from other cells of the row, from other reports, or from the time. */
const FOLLOWS = () => ({});
/**
 * The commands that allow and block the sign-in to the account of a mailbox, by a column that says whether it can sign in.
 *
 * @param allowed the value of the column if it can
 */
function signInCommands(column, allowed) {
    return [true, false].map((value) => ({
        column,
        value,
        command: ['Update-MgUser -UserId ', MAILBOX, ` -AccountEnabled:$${String(value === allowed)}`],
    }));
}
/** The address of the mailbox in a command. */
const MAILBOX = { cell: 'MailboxName' };
/** The command that sets parameters of a cmdlet. */
function cmdletCommand(cmdlet) {
    return (settings) => {
        const values = Object.entries(settings).map(([name, value]) => [name, (0,_text_power_shell_js__WEBPACK_IMPORTED_MODULE_0__/* .powerShellValue */ .No)(value)]);
        if (values.length === 0 || values.some(([, value]) => value === undefined))
            return undefined;
        const parameters = values.map(([name, value]) => ` -${name} ${value}`);
        return [`${cmdlet} -Identity `, MAILBOX, parameters.join('')];
    };
}
const TRUE_OR_FALSE = { accepts: (value) => typeof value === 'boolean', expected: 'true or false' };
/** A parameter that a person may set, and a policy may not. */
const MANUAL_TRUTH = { ...TRUE_OR_FALSE, isManual: true };
/** Texts of a form. */
function matching(pattern, description) {
    return { accepts: (value) => typeof value === 'string' && pattern.test(value), expected: description };
}
/** One of several texts. */
function choiceOf(...choices) {
    return {
        accepts: (value) => typeof value === 'string' && choices.includes(value),
        expected: choices.map((choice) => `"${choice}"`).join(' or '),
        choices,
    };
}


/***/ }),

/***/ 54530:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   Bz: () => (/* binding */ referenceOf),
/* harmony export */   DT: () => (/* binding */ revisionOf),
/* harmony export */   DW: () => (/* binding */ columnType),
/* harmony export */   HV: () => (/* binding */ UNKNOWN),
/* harmony export */   In: () => (/* binding */ INCONCLUSIVE_MEMBER),
/* harmony export */   J4: () => (/* binding */ childrenPath),
/* harmony export */   R4: () => (/* binding */ hasColumn),
/* harmony export */   Rf: () => (/* binding */ MONTH_AGO),
/* harmony export */   Sb: () => (/* binding */ madeFirst),
/* harmony export */   Uq: () => (/* binding */ isExchangeReport),
/* harmony export */   Zn: () => (/* binding */ isTenantReport),
/* harmony export */   Zq: () => (/* binding */ requestPath),
/* harmony export */   _S: () => (/* binding */ isDerivedReport),
/* harmony export */   aN: () => (/* binding */ MAILBOX_COLUMN),
/* harmony export */   aZ: () => (/* binding */ VERDICT_COLUMNS),
/* harmony export */   bq: () => (/* binding */ STATUS_COLUMNS),
/* harmony export */   eg: () => (/* binding */ changesByItself),
/* harmony export */   lo: () => (/* binding */ columnNames),
/* harmony export */   qS: () => (/* binding */ listingPath),
/* harmony export */   rJ: () => (/* binding */ isListingReport),
/* harmony export */   tI: () => (/* binding */ tablesOf),
/* harmony export */   tr: () => (/* binding */ reportLabel),
/* harmony export */   u7: () => (/* binding */ isMadeReport),
/* harmony export */   uF: () => (/* binding */ unitOf),
/* harmony export */   uV: () => (/* binding */ columnOf),
/* harmony export */   wm: () => (/* binding */ asksExchange),
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
/** Whether the row of a mailbox is made of its rows in other reports alone. */
function isMadeReport(report) {
    return isDerivedReport(report) && report.made !== undefined;
}
/** Whether a derived report also needs listings of the tenant. */
function isTenantReport(report) {
    return isDerivedReport(report) && report.isOfTenant === true;
}
/** Whether a derived report needs a sign-in to Exchange Online, though other reports may not. */
function asksExchange(report) {
    return isDerivedReport(report) && report.asksExchange === true;
}
/** The names of the tables about the tenant that come with reports. */
function tablesOf(reports) {
    return [...reports].flatMap((report) => (isDerivedReport(report) ? (report.tables ?? []) : []));
}
/** The reports with those first that are made of the others: what people open first. */
function madeFirst(reports) {
    return [...reports.filter(isMadeReport), ...reports.filter((report) => !isMadeReport(report))];
}
/** The revision of the code that makes the rows of a report. */
function revisionOf({ revision = 1 }) {
    return revision;
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
/** The column of another report that a name means: one that the rule's own report and the list lack. Undefined without a dot. */
function referenceOf(own, name) {
    const dot = name.indexOf('.');
    if (dot < 1 || hasColumn(own, name))
        return undefined;
    return { report: name.slice(0, dot), column: name.slice(dot + 1) };
}
/** The column that a name in a rule means: of the rule's own report or the list, else of another report. */
function columnOf(own, name) {
    return referenceOf(own, name) ?? { report: own.name, column: name };
}
/** The JSON Schema of a column's cells; undefined if the report gives none. */
function columnType({ types = {} }, name) {
    return Object.hasOwn(types, name) ? types[name] : undefined;
}
/**
 * Whether the values of a column change although nobody changes anything, as a count of days does: a comparison leaves them out, or shows
 * only a change across a limit.
 */
function changesByItself({ compare }, column) {
    if (compare === undefined)
        return false;
    const { ignore, repeats = [], limits = {} } = compare;
    return Object.hasOwn(limits, column) || (ignore.includes(column) && !repeats.includes(column));
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

/***/ 67213:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   Dj: () => (/* binding */ firstRead),
/* harmony export */   Gu: () => (/* binding */ anyYes),
/* harmony export */   KC: () => (/* binding */ union),
/* harmony export */   ec: () => (/* binding */ firstKnown),
/* harmony export */   jE: () => (/* binding */ neededReports),
/* harmony export */   oR: () => (/* binding */ joined)
/* harmony export */ });
/* harmony import */ var _known_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(81168);

/** The reports that a run needs for what one of the sources of a column knows: the source, and those that it is made of. */
function neededReports({ through = {} }, source) {
    return [source, ...(Object.hasOwn(through, source) ? (through[source] ?? []) : [])];
}
/** The first source that knows it. */
function firstKnown(sources) {
    return { sources, needs: 'one', join: (values) => values.find((value) => value?.isKnown === true) ?? _known_js__WEBPACK_IMPORTED_MODULE_0__/* .NOT_KNOWN */ .gE };
}
/** The first source that was read, whether it knows it or not. */
function firstRead(sources) {
    return { sources, needs: 'one', join: (values) => values.find((value) => value !== undefined) ?? _known_js__WEBPACK_IMPORTED_MODULE_0__/* .NOT_KNOWN */ .gE };
}
/** `yes` if a source says so, `no` if all of them do. */
function anyYes(sources) {
    return {
        sources,
        needs: 'all',
        join: (values) => {
            if (values.some((value) => (0,_known_js__WEBPACK_IMPORTED_MODULE_0__/* .isCertainly */ .iv)(value, 'yes')))
                return (0,_known_js__WEBPACK_IMPORTED_MODULE_0__/* .known */ .eO)('yes');
            return values.every((value) => (0,_known_js__WEBPACK_IMPORTED_MODULE_0__/* .isCertainly */ .iv)(value, 'no')) ? (0,_known_js__WEBPACK_IMPORTED_MODULE_0__/* .known */ .eO)('no') : _known_js__WEBPACK_IMPORTED_MODULE_0__/* .NOT_KNOWN */ .gE;
        },
    };
}
/** All items that a source has. */
function joined(sources) {
    return { sources, needs: 'all', join: union };
}
/** The items of all lists, each once. The list is fully known only if all of them are. */
function union(lists) {
    const items = new Map();
    for (const list of lists) {
        const shown = (0,_known_js__WEBPACK_IMPORTED_MODULE_0__/* .shownOf */ .Rp)(list);
        for (const item of Array.isArray(shown) ? shown : [])
            items.set(JSON.stringify(item).toLowerCase(), item);
    }
    const all = [...items.values()];
    return lists.every((list) => list?.isKnown === true) ? (0,_known_js__WEBPACK_IMPORTED_MODULE_0__/* .known */ .eO)(all) : (0,_known_js__WEBPACK_IMPORTED_MODULE_0__/* .atLeast */ .jZ)(all);
}


/***/ }),

/***/ 93107:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   LH: () => (/* binding */ compileDerivedRow),
/* harmony export */   dT: () => (/* binding */ columnsDeriver),
/* harmony export */   u0: () => (/* binding */ sourcesOf),
/* harmony export */   wI: () => (/* binding */ lackingSources)
/* harmony export */ });
/* harmony import */ var _definition_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(54530);
/* harmony import */ var _derived_column_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(67213);
/* harmony import */ var _known_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(81168);
/* harmony import */ var _row_view_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(20573);




/** The reports that a run needs for all that a column of a derived report can say. */
function sourcesOf({ made }, column) {
    const derived = Object.hasOwn(made, column) ? made[column] : undefined;
    if (derived === undefined)
        return [];
    return [...new Set(Object.keys(derived.sources).flatMap((source) => (0,_derived_column_js__WEBPACK_IMPORTED_MODULE_1__/* .neededReports */ .jE)(derived, source)))];
}
/** By column that a run of these reports cannot fill, the reports that would, all of one of the alternatives. */
function lackingSources({ made }, reports) {
    const names = new Set(reports.map(({ name }) => name));
    const entries = Object.entries(made).flatMap(([column, derived]) => {
        const alternatives = Object.keys(derived.sources).map((source) => (0,_derived_column_js__WEBPACK_IMPORTED_MODULE_1__/* .neededReports */ .jE)(derived, source).filter((name) => !names.has(name)));
        const lacking = derived.needs === 'one' ? alternatives : [[...new Set(alternatives.flat())]];
        return lacking.some((of) => of.length === 0) ? [] : [[column, lacking]];
    });
    return Object.fromEntries(entries);
}
/** Makes the one row a mailbox of a report that says how each of its columns is made. It reads nothing itself. */
const columnsDeriver = {
    begin: ({ exchange }) => ({ report, others }) => {
        if (!(0,_definition_js__WEBPACK_IMPORTED_MODULE_0__/* .isMadeReport */ .u7)(report))
            throw new Error(`the report ${report.name} does not say how its columns are made`);
        // A report of Exchange Online has rows once these are read.
        const organizationOf = (other) => (0,_definition_js__WEBPACK_IMPORTED_MODULE_0__/* .isExchangeReport */ .Uq)(other) ? exchange?.directory().organization.objectsOf(other.request) : undefined;
        const rowOf = compileDerivedRow(report.made, others, organizationOf);
        return { resultsOf: (answers) => answers.map(({ results }) => rowOf(results)) };
    },
};
/**
 * Compiles how the row of a mailbox is made of its results in other reports.
 *
 * @param made the columns of the report, in their order
 * @param reports those that have results, in the order of the results
 * @param organizationOf called for each mailbox
 * @returns a function whose result is a failure only if no source was read
 */
function compileDerivedRow(made, reports, organizationOf = () => undefined) {
    const inRun = new Set(reports.map(({ name }) => name));
    const columns = Object.values(made).map((column) => ({
        join: column.join,
        readings: Object.entries(column.sources).map(([name, reading]) => {
            const isWhole = (0,_derived_column_js__WEBPACK_IMPORTED_MODULE_1__/* .neededReports */ .jE)(column, name).every((one) => inRun.has(one));
            return { name, read: isWhole ? reading : inPart(reading) };
        }),
    }));
    const names = new Set(columns.flatMap(({ readings }) => readings.map(({ name }) => name)));
    const sources = reports.flatMap((report, index) => {
        if (!names.has(report.name))
            return [];
        return [{ report, index, view: (0,_row_view_js__WEBPACK_IMPORTED_MODULE_3__/* .rowViewer */ .jt)(Object.keys(report.columns)) }];
    });
    return (results) => {
        const readByReport = new Map();
        let failure;
        for (const { report, index, view } of sources) {
            const result = results[index];
            if (result?.status === 'ok')
                readByReport.set(report.name, [result.value.map(view), organizationOf(report) ?? {}]);
            else if (result !== undefined)
                failure ??= { status: result.status, error: `${report.name}: ${result.error}` };
        }
        if (readByReport.size === 0)
            return failure ?? { status: 'failed', error: 'No source has a result' };
        const values = columns.map(({ readings, join }) => join(readings.map(({ name, read }) => {
            const found = readByReport.get(name);
            return found && read(...found);
        })));
        return { status: 'ok', value: [(0,_row_view_js__WEBPACK_IMPORTED_MODULE_3__/* .rowWith */ .fw)(values)] };
    };
}
/** What a source shows that is not made of all that it needs. */
function inPart(reading) {
    return (...read) => {
        const value = reading(...read);
        return value?.isKnown === true ? (0,_known_js__WEBPACK_IMPORTED_MODULE_2__/* .atLeast */ .jZ)(value.value) : value;
    };
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


/***/ }),

/***/ 81168:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   A3: () => (/* binding */ reasonOf),
/* harmony export */   RP: () => (/* binding */ valueOf),
/* harmony export */   Rp: () => (/* binding */ shownOf),
/* harmony export */   Rw: () => (/* binding */ detailOf),
/* harmony export */   VF: () => (/* binding */ NOT_READ),
/* harmony export */   Zp: () => (/* binding */ unknownBecause),
/* harmony export */   eO: () => (/* binding */ known),
/* harmony export */   gE: () => (/* binding */ NOT_KNOWN),
/* harmony export */   hk: () => (/* binding */ unknownAs),
/* harmony export */   iv: () => (/* binding */ isCertainly),
/* harmony export */   jZ: () => (/* binding */ atLeast)
/* harmony export */ });
function known(value) {
    return { isKnown: true, value };
}
/** For values of any type, without a reason. */
const NOT_KNOWN = { isKnown: false };
/** A value of a report that the run does not have, or of a mailbox that it could not read there. */
const NOT_READ = { isKnown: false, reason: 'not-read' };
/** A value that is not known, and what a service or the run says about it. */
function unknownBecause(reason, detail) {
    return { isKnown: false, reason, detail };
}
/** What is not known because something else is not. */
function unknownAs(cause, detail = cause.detail) {
    return { isKnown: false, reason: cause.reason, detail };
}
/** What the service, or the run, says about something that is not known. */
function detailOf({ detail = 'not known' }) {
    return detail;
}
/** Why a query has no value. */
function reasonOf({ status }) {
    switch (status) {
        case 'access-denied':
            return 'permission';
        case 'throttled':
        case 'failed':
            return 'refused';
        case 'cancelled':
            return 'not-read';
        case 'not-found':
        case 'no-mailbox':
            return 'not-in-the-answer';
    }
}
/** A value that the service shows, though it may not be all of it. */
function atLeast(shown) {
    return { isKnown: false, shown };
}
/** The value, or as much of it as the service shows; undefined if it shows nothing. */
function shownOf(one) {
    return one?.isKnown === true ? one.value : one?.shown;
}
/** The value, if it is known. */
function valueOf(one) {
    return one?.isKnown === true ? one.value : undefined;
}
/** Whether a value is known to be another one. */
function isCertainly(one, value) {
    return one?.isKnown === true && one.value === value;
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
/* harmony import */ var _definition_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(54530);
/* harmony import */ var _expressions_recipients_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(63647);
/* harmony import */ var _row_view_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(20573);





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
function itemText(positions, row) {
    const texts = positions.map((part) => part.map((at) => textAt(row, at)).find((text) => text !== '') ?? '');
    return texts.join('; ');
}
function textAt(row, position) {
    return (0,_row_view_js__WEBPACK_IMPORTED_MODULE_3__/* .shownText */ .f$)((0,_row_view_js__WEBPACK_IMPORTED_MODULE_3__/* .cellAt */ .G0)(row, position));
}
/** Whether it is not known what names a row. */
function hasUnknownItem(positions, row) {
    if (row.incomplete === undefined)
        return false;
    const isUnknown = (at) => !(0,_row_view_js__WEBPACK_IMPORTED_MODULE_3__/* .cellAt */ .G0)(row, at).isKnown;
    return positions.some((part) => {
        const position = part.find((at) => textAt(row, at) !== '');
        return position === undefined ? part.some(isUnknown) : isUnknown(position);
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
                // An unknown cell is not a blank one, and digests of committed baselines have its written form.
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

/***/ 20573:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   G0: () => (/* binding */ cellAt),
/* harmony export */   du: () => (/* binding */ viewOf),
/* harmony export */   f$: () => (/* binding */ shownText),
/* harmony export */   fw: () => (/* binding */ rowWith),
/* harmony export */   jt: () => (/* binding */ rowViewer)
/* harmony export */ });
/* harmony import */ var _text_display_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(24745);
/* harmony import */ var _definition_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(54530);
/* harmony import */ var _known_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(81168);



/** The cell at a position. */
function cellAt({ cells, incomplete }, position) {
    const cell = cells[position] ?? null;
    if (incomplete?.has(position) !== true)
        return (0,_known_js__WEBPACK_IMPORTED_MODULE_1__/* .known */ .eO)(cell);
    return cell === null || cell === _definition_js__WEBPACK_IMPORTED_MODULE_0__/* .UNKNOWN */ .HV ? _known_js__WEBPACK_IMPORTED_MODULE_1__/* .NOT_KNOWN */ .gE : (0,_known_js__WEBPACK_IMPORTED_MODULE_1__/* .atLeast */ .jZ)(cell);
}
/** A cell as text, as much as the service shows; '' if it shows nothing, or there is no such column. */
function shownText(cell) {
    return (0,_text_display_js__WEBPACK_IMPORTED_MODULE_2__/* .cellText */ .Ie)((0,_known_js__WEBPACK_IMPORTED_MODULE_1__/* .shownOf */ .Rp)(cell));
}
/** How rows with these columns are read. */
function rowViewer(columns) {
    const positions = new Map(Array.from(columns, (name, position) => [name, position]));
    return (row) => ({
        cell: (column) => {
            const position = positions.get(column);
            return position === undefined ? undefined : cellAt(row, position);
        },
    });
}
/** A single row of a report, stored or read. */
function viewOf(columns, row) {
    return {
        cell: (column) => {
            const position = columns.indexOf(column);
            return position === -1 ? undefined : cellAt(row, position);
        },
    };
}
/** A row with these values, in the order of its columns. */
function rowWith(values) {
    const unknown = values.flatMap(({ isKnown }, position) => (isKnown ? [] : [position]));
    return {
        cells: values.map((value) => (0,_known_js__WEBPACK_IMPORTED_MODULE_1__/* .shownOf */ .Rp)(value) ?? null),
        incomplete: unknown.length === 0 ? undefined : new Set(unknown),
    };
}


/***/ }),

/***/ 758:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   Oj: () => (/* binding */ unreadableRow),
/* harmony export */   RO: () => (/* binding */ rowsOf),
/* harmony export */   nc: () => (/* binding */ cellsOf),
/* harmony export */   z7: () => (/* binding */ withTakenCells)
/* harmony export */ });
/* harmony import */ var _known_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(81168);
/* harmony import */ var _row_view_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(20573);


/** Converts a query result to rows. A mailbox without items, or one that could not be read, has one blank row. */
function rowsOf(mailbox, result, definition) {
    if (result.status !== 'ok')
        return [blankRow(mailbox, definition, result)];
    const [first, ...others] = result.value.map(({ failure, ...row }) => {
        return { mailbox, status: 'ok', error: '', ...failure, content: 'item', ...applicable(row, definition) };
    });
    return first === undefined ? [blankRow(mailbox, definition, { status: 'ok', error: '' })] : [first, ...others];
}
/** A row as its reader returned it. */
function cellsOf({ cells, incomplete, object, id, identity, status, error }) {
    return {
        cells,
        incomplete,
        ...(object === undefined ? {} : { object }),
        id,
        identity,
        ...(status === 'ok' ? {} : { failure: { status, error } }),
    };
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
    for (const [name, { report, column, isById = false }] of Object.entries(takes)) {
        const [other, otherRows = []] = rowsOfReport(report) ?? [];
        const to = Object.keys(columns).indexOf(name);
        const id = cells[to] ?? null;
        if (isById && id === null)
            continue;
        const from = Object.keys(other?.columns ?? {}).indexOf(column);
        // Rows of shards have the cell instead of the ID already.
        const row = isById ? otherRows.find((one) => one.id === id || one.cells[from] === id) : otherRows[0];
        const taken = row?.content === 'item' ? (0,_row_view_js__WEBPACK_IMPORTED_MODULE_1__/* .cellAt */ .G0)(row, from) : undefined;
        if (taken?.isKnown === true) {
            cells[to] = taken.value;
            incomplete.delete(to);
        }
        else if (isById) {
            cells[to] = null;
            incomplete.add(to);
        }
    }
    return [{ ...first, cells, incomplete: incomplete.size === 0 ? undefined : incomplete }, ...others];
}
/** The cells of a row, without those that have no meaning in it. */
function applicable(row, { columns, notApplicable }) {
    if (notApplicable === undefined)
        return row;
    const names = Object.keys(columns);
    const { cell: cellOf } = (0,_row_view_js__WEBPACK_IMPORTED_MODULE_1__/* .viewOf */ .du)(names, row);
    const positions = Object.entries(notApplicable).flatMap(([name, { column, is }]) => (0,_known_js__WEBPACK_IMPORTED_MODULE_0__/* .isCertainly */ .iv)(cellOf(column), is) ? [names.indexOf(name)] : []);
    if (positions.length === 0)
        return row;
    const incomplete = [...(row.incomplete ?? [])].filter((at) => !positions.includes(at));
    return {
        ...row,
        cells: row.cells.map((cell, at) => (positions.includes(at) ? null : cell)),
        incomplete: incomplete.length === 0 ? undefined : new Set(incomplete),
        notApplicable: new Set(positions),
    };
}
function blankRow(mailbox, { columns }, { status, error }) {
    return { mailbox, status, error, content: 'none', cells: Object.keys(columns).map(() => null) };
}


/***/ }),

/***/ 26464:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   BQ: () => (/* binding */ cloudName),
/* harmony export */   C5: () => (/* binding */ domains),
/* harmony export */   Cs: () => (/* binding */ artifactName),
/* harmony export */   DF: () => (/* binding */ fileFormats),
/* harmony export */   Dr: () => (/* binding */ maxUnreadableText),
/* harmony export */   Gq: () => (/* binding */ invalid),
/* harmony export */   IS: () => (/* binding */ shardOf),
/* harmony export */   LO: () => (/* binding */ inputVariable),
/* harmony export */   Mn: () => (/* binding */ lines),
/* harmony export */   Ol: () => (/* binding */ retentionDays),
/* harmony export */   Qq: () => (/* binding */ text),
/* harmony export */   TT: () => (/* binding */ reportNames),
/* harmony export */   Tg: () => (/* binding */ mailboxes),
/* harmony export */   XK: () => (/* binding */ restoredParts),
/* harmony export */   Yq: () => (/* binding */ choice),
/* harmony export */   ZD: () => (/* binding */ FAIL_ON_REHEARSAL),
/* harmony export */   Zj: () => (/* binding */ SUMMARIES),
/* harmony export */   Zk: () => (/* binding */ earlierReport),
/* harmony export */   _S: () => (/* binding */ baselineFile),
/* harmony export */   d$: () => (/* binding */ FAIL_ON),
/* harmony export */   e2: () => (/* binding */ csvFormat),
/* harmony export */   eh: () => (/* binding */ maxUnreadable),
/* harmony export */   hH: () => (/* binding */ cloudOf),
/* harmony export */   hR: () => (/* binding */ FORMATS),
/* harmony export */   hn: () => (/* binding */ keptReport),
/* harmony export */   jO: () => (/* binding */ entries),
/* harmony export */   lq: () => (/* binding */ optional),
/* harmony export */   mw: () => (/* binding */ required),
/* harmony export */   rD: () => (/* binding */ wholeNumber),
/* harmony export */   w7: () => (/* binding */ UNLISTED_MODES)
/* harmony export */ });
/* unused harmony exports MAX_RETENTION_DAYS, RESTORED */
/* harmony import */ var _auth_clouds_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(56910);
/* harmony import */ var _errors_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(83916);
/* harmony import */ var _mailboxes_internal_domains_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(18207);
/* harmony import */ var _mailboxes_shard_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(74492);
/* harmony import */ var _reports_built_in_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(6336);
/* harmony import */ var _reports_choose_js__WEBPACK_IMPORTED_MODULE_5__ = __webpack_require__(4274);
/* harmony import */ var _text_audience_js__WEBPACK_IMPORTED_MODULE_6__ = __webpack_require__(58217);
/* harmony import */ var _text_did_you_mean_js__WEBPACK_IMPORTED_MODULE_7__ = __webpack_require__(63180);








const MAX_RETENTION_DAYS = 400;
const MAX_ARTIFACT_NAME_BYTES = 200;
/** The file formats that the input `formats` can name. */
const FORMATS = ['csv', 'html', 'json', 'sarif', 'junit'];
/** Which violations of a policy fail the step: of rules of severity error, also of severity warning, or none. */
const FAIL_ON = ['error', 'warning', 'never'];
/** Whether new violations of a rehearsal fail the step. */
const FAIL_ON_REHEARSAL = ['never', 'new'];
/** What to do about mailboxes that the tenant has and the list lacks. */
const UNLISTED_MODES = ['ignore', 'warn', 'fail'];
/** What a restore brings back. */
const RESTORED = ['rights', 'settings', 'rules'];
/** The details of the job summary. */
const SUMMARIES = ['full', 'counts', 'none'];
/** The values of the input `csv`. */
const CSV_FORMATS = {
    excel: { bom: true, delimiter: ',' },
    'excel-semicolon': { bom: true, delimiter: ';' },
    plain: { bom: false, delimiter: ',' },
};
/** The word in place of a mailbox list. */
const ALL = 'all';
/** The word in place of a number that the run decides. */
const AUTO = 'auto';
/** The variable in which the runner passes an input. */
function inputVariable(name) {
    return `INPUT_${name.toUpperCase()}`;
}
const text = {
    kind: 'text',
    read: (input) => (input.text === '' ? undefined : input.text),
};
/** Values on lines of their own. */
const lines = { kind: 'list', read: (input) => partsOf(input.text, /\r?\n/) };
/** Values separated by commas or line ends. */
const entries = { kind: 'list', read: (input) => partsOf(input.text, /[\r\n,]+/) };
function partsOf(value, separator) {
    return value
        .split(separator)
        .map((part) => part.trim())
        .filter((part) => part !== '');
}
/** One of several words, in any case. */
function choice(choices) {
    return { kind: 'text', choices, read: (input) => oneOf(input.name, input.text, choices) };
}
/** Lists, the word `all`, or both, on lines of their own. A file with this name is `./all`. */
const mailboxes = {
    kind: 'list',
    show: ({ all, lists }) => (all ? [ALL, ...lists] : lists).join(', '),
    read: (input) => {
        const values = lines.read(input);
        const lists = values.filter((value) => value.toLowerCase() !== ALL);
        return { all: lists.length < values.length, lists };
    },
};
const csvName = choice(['excel', 'excel-semicolon', 'plain']);
const csvFormat = {
    kind: 'text',
    choices: Object.keys(CSV_FORMATS),
    read: (input) => CSV_FORMATS[csvName.read(input)],
};
/** A whole number from 1 to `most`. */
function wholeNumber(most) {
    return { kind: 'number', read: (input) => numberUpTo(most, input) };
}
/** What a reader reads, or undefined if the input is blank. */
function optional(reader) {
    return { kind: reader.kind, read: (input) => (input.text === '' ? undefined : reader.read(input)) };
}
/** A number of mailboxes, or a percentage of the list. Undefined: `auto`, which the policy decides, and blank. */
const maxUnreadable = {
    kind: 'number',
    show: (value) => (value === undefined ? AUTO : maxUnreadableText(value)),
    read: (input) => {
        if (input.text === '' || input.text.toLowerCase() === AUTO)
            return undefined;
        const [, digits, percent] = /^(\d{1,9}(?:\.\d{1,6})?)\s*(%?)$/.exec(input.text) ?? [];
        const most = Number(digits);
        const hint = 'Use a number of mailboxes such as 10, a percentage of the list such as 2%, or "auto".';
        if (digits === undefined || (percent === '%' ? most > 100 : !Number.isInteger(most))) {
            throw invalid(input.name, input.text, hint);
        }
        return { kind: percent === '%' ? 'percent' : 'count', most };
    },
};
/** The input's notation: `10` or `2%`. */
function maxUnreadableText({ kind, most, always }) {
    const text = kind === 'count' ? String(most) : `${most}%`;
    return always === undefined ? text : `${text}, at least ${always}`;
}
const earlierReport = wordOrPath('auto', 'required', 'off');
const keptReport = wordOrPath('auto', 'off');
/** Reads one of some words, in any case, or else the path of a report. */
function wordOrPath(...words) {
    return {
        kind: 'text',
        show: (report) => ('path' in report ? report.path : report.kind),
        read: (input) => {
            const word = words.find((one) => one === input.text.toLowerCase());
            return word === undefined ? { kind: 'path', path: input.text } : { kind: word };
        },
    };
}
/** Names of reports and paths of report files. */
const reportNames = {
    kind: 'list',
    read: (input) => lines.read(input).flatMap(reportEntries),
};
/** The reports on a line. The path of a file may contain a comma, a name does not. */
function reportEntries(line) {
    const parts = partsOf(line, /,/);
    const hasNames = parts.some((part) => _reports_built_in_js__WEBPACK_IMPORTED_MODULE_4__/* .builtInReports */ .vc.has(part.toLowerCase()));
    return hasNames || !(0,_reports_choose_js__WEBPACK_IMPORTED_MODULE_5__/* .isReportFile */ .NK)(line) ? parts : [line];
}
/** Undefined: the domains of the list that the tenant confirms, or the accepted domains of Exchange Online. */
const domains = {
    kind: 'list',
    read: (input) => {
        const names = entries.read(input);
        return names.length > 0 ? (0,_mailboxes_internal_domains_js__WEBPACK_IMPORTED_MODULE_2__/* .internalDomains */ .lQ)(names) : undefined;
    },
};
const fileFormats = {
    kind: 'list',
    read: (input) => entries.read(input).map((name) => oneOf(input.name, name, FORMATS)),
};
/** What to restore; without a value, everything. */
const restoredParts = {
    kind: 'list',
    read: (input) => {
        const parts = entries.read(input).map((name) => oneOf(input.name, name, RESTORED));
        return parts.length === 0 ? RESTORED : parts;
    },
};
/** The names by which Microsoft calls the clouds. */
const CLOUD_NAMES = [
    [/dod/, 'DoD', 'usgov-dod'],
    [/high|^(?:azure)?(?:us)?(?:gov|government|usgovernment)$/, 'GCC High', 'usgov'],
    [/gcc|public|commercial|worldwide|^azure(?:cloud)?$/, 'GCC, as the worldwide cloud,', 'global'],
    [/21vianet|chinacloud|^cn$/, '21Vianet', 'china'],
];
const cloudName = {
    kind: 'text',
    choices: _auth_clouds_js__WEBPACK_IMPORTED_MODULE_0__/* .CLOUDS */ .JJ,
    read: (input) => cloudOf(input.text),
};
/** The cloud of a step. Throws the UserError `INPUT_INVALID`. */
function cloudOf(value) {
    const compact = value.toLowerCase().replace(/[\s_-]/g, '');
    const isKnown = _auth_clouds_js__WEBPACK_IMPORTED_MODULE_0__/* .CLOUDS */ .JJ.some((name) => name === value.toLowerCase());
    const [, name, cloud] = CLOUD_NAMES.find(([pattern]) => pattern.test(compact)) ?? [];
    if (isKnown || cloud === undefined)
        return oneOf('cloud', value, _auth_clouds_js__WEBPACK_IMPORTED_MODULE_0__/* .CLOUDS */ .JJ);
    throw invalid('cloud', value, `${name} is "${cloud}".`);
}
const baselineFile = {
    kind: 'text',
    read: (input) => {
        if (input.text === '')
            return undefined;
        if (input.textOf('policy') !== '')
            return input.text;
        throw new _errors_js__WEBPACK_IMPORTED_MODULE_1__/* .UserError */ .yo('INPUT_MISSING', `${(0,_text_audience_js__WEBPACK_IMPORTED_MODULE_6__/* .theInput */ .y8)('baseline')} is set, but ${(0,_text_audience_js__WEBPACK_IMPORTED_MODULE_6__/* .inputName */ .yu)('policy')} is empty.`, {
            hint: `Set ${(0,_text_audience_js__WEBPACK_IMPORTED_MODULE_6__/* .inputName */ .yu)('policy')} to the policy file whose violations the baseline has, or remove ${(0,_text_audience_js__WEBPACK_IMPORTED_MODULE_6__/* .inputName */ .yu)('baseline')}.`,
        });
    },
};
/** Characters that GitHub refuses in the name of an artifact. */
const NOT_IN_ARTIFACT_NAMES = /["*/:<>?\\|\r\n]/;
/** Undefined if the input is blank: nothing is uploaded. */
const artifactName = {
    kind: 'text',
    blank: true,
    read: ({ name, text: value }) => {
        if (NOT_IN_ARTIFACT_NAMES.test(value)) {
            throw invalid(name, value, 'GitHub refuses the characters " * / : < > ? \\ | in it.');
        }
        // The report page is a file with this name.
        if (Buffer.byteLength(value) > MAX_ARTIFACT_NAME_BYTES) {
            throw invalid(name, value, `The maximum is ${MAX_ARTIFACT_NAME_BYTES} bytes.`);
        }
        return value === '' ? undefined : value;
    },
};
/** Undefined: as long as the repository's setting says. */
const retentionDays = {
    kind: 'number',
    read: (input) => (['', '0'].includes(input.text) ? undefined : numberUpTo(MAX_RETENTION_DAYS, input)),
};
/** A shard without an artifact would be read for nothing. */
const shardOf = {
    kind: 'text',
    show: (shard) => (shard === undefined ? '' : `${shard.number}/${shard.of}`),
    read: ({ name, text: value, textOf }) => {
        if (value === '')
            return undefined;
        const [, digits, total] = /^(\d{1,3}) ?\/ ?(\d{1,3})$/.exec(value) ?? [];
        const [number, of] = [Number(digits), Number(total)];
        if (!(number >= 1 && number <= of && of <= _mailboxes_shard_js__WEBPACK_IMPORTED_MODULE_3__/* .MAX_SHARDS */ .hH)) {
            throw invalid(name, value, `Use n/m, such as 2/8: n from 1 to m, and m at most ${_mailboxes_shard_js__WEBPACK_IMPORTED_MODULE_3__/* .MAX_SHARDS */ .hH}.`);
        }
        const unlistedMode = textOf('unlisted').toLowerCase();
        if (unlistedMode !== UNLISTED_MODES[0]) {
            throw invalid('unlisted', unlistedMode, `A shard reads a share of the list: use "ignore" with ${(0,_text_audience_js__WEBPACK_IMPORTED_MODULE_6__/* .inputName */ .yu)('shard')}.`);
        }
        if (textOf('artifact-name') !== '')
            return { number, of };
        throw new _errors_js__WEBPACK_IMPORTED_MODULE_1__/* .UserError */ .yo('INPUT_INVALID', `${(0,_text_audience_js__WEBPACK_IMPORTED_MODULE_6__/* .theInput */ .y8)('shard')} requires an artifact, and "artifact-name" is empty.`, {
            hint: 'Remove "artifact-name", or set it to the same name in all shards and in the merge action.',
        });
    },
};
/** Throws the UserError `INPUT_INVALID`. */
function numberUpTo(most, { name, text: value }) {
    const number = Number(value);
    if (/^\d{1,9}$/.test(value) && number >= 1 && number <= most)
        return number;
    throw invalid(name, value, `Use a whole number from 1 to ${most}.`);
}
/** The choice that a value names, in any case. Throws the UserError `INPUT_INVALID`. */
function oneOf(name, value, choices) {
    const match = choices.find((word) => word === value.toLowerCase());
    if (match !== undefined)
        return match;
    throw invalid(name, value, `${(0,_text_did_you_mean_js__WEBPACK_IMPORTED_MODULE_7__/* .suggestion */ .h)(value, choices)}Use ${choices.map((word) => `"${word}"`).join(', ')}.`);
}
/** The UserError `INPUT_INVALID` for a value, which is cut at 60 characters. */
function invalid(name, value, hint) {
    const start = value.length > 60 ? `${value.slice(0, 60)}…` : value;
    return new _errors_js__WEBPACK_IMPORTED_MODULE_1__/* .UserError */ .yo('INPUT_INVALID', `${(0,_text_audience_js__WEBPACK_IMPORTED_MODULE_6__/* .theInput */ .y8)(name)} cannot be ${JSON.stringify(start)}.`, { hint });
}
/** Inputs that the file of `config` can set too. */
const CONFIGURED = new Set(['tenant-id', 'client-id']);
/** The value of an input that must not be blank. Throws the UserError `INPUT_MISSING`, or `EMPTY` for the PFX. */
function required(name, value) {
    if (value !== undefined && value !== '')
        return value;
    throw new _errors_js__WEBPACK_IMPORTED_MODULE_1__/* .UserError */ .yo(name === 'pfx' ? 'EMPTY' : 'INPUT_MISSING', `${(0,_text_audience_js__WEBPACK_IMPORTED_MODULE_6__/* .theInput */ .y8)(name)} is empty.`, {
        hint: (0,_text_audience_js__WEBPACK_IMPORTED_MODULE_6__/* .forReader */ .ns)({
            workflow: workflowHint(name),
            terminal: `Set ${(0,_text_audience_js__WEBPACK_IMPORTED_MODULE_6__/* .inputName */ .yu)(name)}, or its key in mailbox-report.yml.`,
        }),
    });
}
function workflowHint(name) {
    if (name === 'mailboxes') {
        return 'Set "mailboxes" to "all" (every mailbox of the tenant) or to paths of mailbox lists, such as mailboxes.txt, under "with:" or in the file that "config" names.';
    }
    const way = CONFIGURED.has(name) ? ', or for a report in the file that "config" names' : '';
    return (`Set "${name}" under "with:"${way}. If the value is a secret or a variable, check its name, and that the workflow can read it. ` +
        'Workflows started by a fork or Dependabot have no secrets.' +
        (name === 'pfx' ? ' To sign in without a secret, set "credential" to "federated".' : ''));
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
/** The properties with which GitHub shows an annotation at a place in the repository, if there is one. */
function placeProperties(place = {}) {
    if (place.file === undefined)
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
/* harmony export */   BH: () => (/* binding */ rowsByReport),
/* harmony export */   Gr: () => (/* binding */ mailboxResult),
/* harmony export */   WX: () => (/* binding */ findingsOf),
/* harmony export */   Y8: () => (/* binding */ BY_SEVERITY)
/* harmony export */ });
/* harmony import */ var _policy_verdict_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(75187);
/* harmony import */ var _reports_rows_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(758);
/* harmony import */ var _text_numbers_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(92613);



/** Turns the answers of a mailbox into rows. Verdicts are added by the stages. */
function mailboxResult({ mailbox, ids, results }, definitions) {
    const withoutTakenCells = definitions.map((definition, index) => {
        const result = results[index];
        if (result === undefined)
            throw new Error(`no result of the report ${definition.name}`);
        return { definition, rows: (0,_reports_rows_js__WEBPACK_IMPORTED_MODULE_1__/* .rowsOf */ .RO)(mailbox, result, definition), verdict: undefined };
    });
    const reports = withoutTakenCells.map((report) => {
        if (report.definition.takes === undefined)
            return report;
        const rows = (0,_reports_rows_js__WEBPACK_IMPORTED_MODULE_1__/* .withTakenCells */ .z7)(report.rows, report.definition, (name) => {
            const other = withoutTakenCells.find(({ definition }) => definition.name === name);
            return other && [other.definition, other.rows];
        });
        return { ...report, rows };
    });
    return { mailbox, ids: ids ?? mailbox.ids, ...statusOf(reports), reports };
}
/** The rows of a mailbox, by report. */
function rowsByReport(reports) {
    return (name) => reports.find(({ definition }) => definition.name === name)?.rows;
}
/** The findings of a mailbox, by report and rule, in the order of both. */
function findingsOf({ reports }) {
    return reports.flatMap(({ verdict }) => (0,_policy_verdict_js__WEBPACK_IMPORTED_MODULE_0__/* .findingsIn */ ._0)(verdict));
}
/** Causes that concern the mailbox as a whole come before those that may concern one report, such as a missing permission. */
const BY_SEVERITY = [
    'cancelled',
    'not-found',
    'no-mailbox',
    'throttled',
    'failed',
    'access-denied',
];
/** Reports that an error names. The rows of each report have its own error. */
const MAX_NAMED_REPORTS = 3;
/** The status of the mailbox: that of its most severe report, which is named unless all reports have the same status. */
function statusOf(reports) {
    if (reports.every(({ rows }) => (0,_reports_rows_js__WEBPACK_IMPORTED_MODULE_1__/* .unreadableRow */ .Oj)(rows) === undefined))
        return { status: 'ok', error: '' };
    const status = BY_SEVERITY.find((cause) => reports.some(({ rows }) => rows.some((row) => row.status === cause)));
    if (status === undefined)
        return { status: 'ok', error: '' };
    const concerned = reports.filter(({ rows }) => rows.some((row) => row.status === status));
    const error = concerned[0]?.rows.find((row) => row.status === status)?.error ?? '';
    if (concerned.length === reports.length)
        return { status, error };
    const names = concerned.map(({ definition }) => definition.name);
    return { status, error: `${(0,_text_numbers_js__WEBPACK_IMPORTED_MODULE_2__/* .someNames */ .Xq)(names, String, MAX_NAMED_REPORTS)}: ${error}` };
}


/***/ }),

/***/ 64612:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   Bg: () => (/* binding */ resultOf),
/* harmony export */   Vm: () => (/* binding */ isTooManyUnread),
/* harmony export */   WG: () => (/* binding */ errorResult),
/* harmony export */   bs: () => (/* binding */ UNREAD_TITLE),
/* harmony export */   nx: () => (/* binding */ canFail),
/* harmony export */   qC: () => (/* binding */ allowedUnread),
/* harmony export */   sf: () => (/* binding */ unlistedText)
/* harmony export */ });
/* harmony import */ var _errors_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(83916);
/* harmony import */ var _input_readers_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(26464);
/* harmony import */ var _text_numbers_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(92613);
/* harmony import */ var _text_audience_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(58217);
/* harmony import */ var _text_display_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(24745);





/** The title of the section with the causes, in the job summary and on the report page. */
const UNREAD_TITLE = 'Mailboxes that could not be read';
const MAX_NAMED_RULES = 5;
/** The severities of the rules whose violations fail the step. */
const FAILING = {
    error: ['error'],
    warning: ['error', 'warning'],
    never: [],
};
/** Percentages such as 0.1 have no exact binary form. */
const ROUNDING = 1e-6;
/** Two percent, and one stale address of a short list: the run says of each why it was not read. */
const WHERE_NOTHING_FAILS = { kind: 'percent', most: 2, always: 1 };
const PASS = { result: 'pass', reason: undefined, fails: false };
/** Whether the policy has a rule of a severity that `fail-on` names, so that a violation fails the step. */
function canFail(policy, failOn) {
    const severities = FAILING[failOn];
    return policy?.rules.some(({ severity }) => severities.includes(severity)) ?? false;
}
/**
 * How many mailboxes of a run may be unread: what `max-unreadable` says. With `auto`, none if a violation fails the step, since
 * an unread mailbox may have one.
 */
function allowedUnread({ inputs: { maxUnreadable, failOn }, policy, }) {
    return maxUnreadable ?? (canFail(policy, failOn) ? { kind: 'count', most: 0 } : WHERE_NOTHING_FAILS);
}
/**
 * Compares the counts of a run with the inputs. An unreadable mailbox never counts as compliant, and a cancelled run never
 * passes, nor does one that lacks a shard or read no mailbox, whatever `max-unreadable` allows.
 *
 * @param stoppedBy the error that stopped reading early, or about shards that cannot be used
 * @param denial the error that explains every unread mailbox
 */
function resultOf(counts, { allowed, failOn, unlisted, baseline }, stoppedBy, denial) {
    const violations = violationsOf(counts, failOn, baseline);
    const tooMany = unlisted === 'fail' ? unlistedOf(counts) : undefined;
    const unreadReason = incompleteOf(counts, allowed, stoppedBy, denial);
    const incomplete = unreadReason !== undefined && tooMany !== undefined ? both(unreadReason, tooMany) : (unreadReason ?? tooMany);
    if (violations === undefined) {
        return incomplete === undefined ? PASS : { result: 'incomplete', reason: incomplete, fails: true };
    }
    const result = 'violations';
    if (incomplete === undefined)
        return { result, reason: violations, fails: failOn !== 'never' };
    return {
        result,
        reason: failOn === 'never' ? both(incomplete, violations) : both(violations, incomplete),
        fails: true,
    };
}
/** The result of a run that could not be completed or delivered. */
function errorResult(reason) {
    return { result: 'error', reason, fails: true };
}
/** An error that also reports another one, with the code of the first. */
function both(first, second) {
    const [hint, copy] = [`${first.hint} ${second.hint}`, [...first.copy, ...second.copy]];
    return new _errors_js__WEBPACK_IMPORTED_MODULE_0__/* .UserError */ .yo(first.code, `${first.message} ${second.message}`, { hint, copy });
}
/** The count of unlisted mailboxes, in a sentence. */
function unlistedText(unlisted) {
    const [noun, verb] = unlisted === 1 ? ['mailbox', 'is'] : ['mailboxes', 'are'];
    return `${(0,_text_numbers_js__WEBPACK_IMPORTED_MODULE_3__/* .count */ .U9)(unlisted)} ${noun} of the tenant ${verb} not in the list. unlisted.csv names them.`;
}
function unlistedOf({ unlisted = 0 }) {
    if (unlisted === 0)
        return undefined;
    return new _errors_js__WEBPACK_IMPORTED_MODULE_0__/* .UserError */ .yo('UNLISTED', unlistedText(unlisted), {
        hint: `Add them to the list, or a line "all" to ${(0,_text_audience_js__WEBPACK_IMPORTED_MODULE_2__/* .inputName */ .yu)('mailboxes')} to read them too, or set ${(0,_text_audience_js__WEBPACK_IMPORTED_MODULE_2__/* .inputName */ .yu)('unlisted')} to "warn".`,
    });
}
/** Why too few mailboxes were read. Undefined if enough were. */
function incompleteOf({ mailboxes, unreadable, cancelled }, allowed, stoppedBy, denial) {
    const isAllowed = allowed === undefined || !isTooManyUnread(unreadable, mailboxes, allowed);
    const isPartial = stoppedBy?.code === 'SHARD_UNUSABLE';
    if (isAllowed && cancelled === 0 && !isPartial)
        return undefined;
    const share = `${(0,_text_numbers_js__WEBPACK_IMPORTED_MODULE_3__/* .count */ .U9)(unreadable)} of ${(0,_text_numbers_js__WEBPACK_IMPORTED_MODULE_3__/* .counted */ .hS)(mailboxes, 'mailbox', 'mailboxes')} could not be read`;
    const stop = stoppedBy === undefined ? '' : ` ${stoppedBy.message}`;
    if (cancelled > 0) {
        return new _errors_js__WEBPACK_IMPORTED_MODULE_0__/* .UserError */ .yo('CANCELLED', `The run was cancelled: ${share}.${stop}`, {
            hint: stoppedBy?.hint ??
                (0,_text_audience_js__WEBPACK_IMPORTED_MODULE_2__/* .forReader */ .ns)({
                    workflow: 'The report has what was read. Run the workflow again, with a longer timeout-minutes if that ended it.',
                    terminal: 'The report has what was read. Run the command again for the rest.',
                }),
        });
    }
    if (isPartial)
        return new _errors_js__WEBPACK_IMPORTED_MODULE_0__/* .UserError */ .yo(stoppedBy.code, `${share}.${stop}`, { hint: stoppedBy.hint });
    if (denial !== undefined)
        return denial;
    const isSomeRead = allowed !== undefined && unreadable < mailboxes;
    const raise = isSomeRead ? `, or raise ${(0,_text_audience_js__WEBPACK_IMPORTED_MODULE_2__/* .inputName */ .yu)('max-unreadable')}` : '';
    const rule = isSomeRead
        ? `${(0,_text_audience_js__WEBPACK_IMPORTED_MODULE_2__/* .inputName */ .yu)('max-unreadable')} allows ${(0,_input_readers_js__WEBPACK_IMPORTED_MODULE_1__/* .maxUnreadableText */ .Dr)(allowed)}`
        : `a run that reads no mailbox fails, whatever ${(0,_text_audience_js__WEBPACK_IMPORTED_MODULE_2__/* .inputName */ .yu)('max-unreadable')} allows`;
    return new _errors_js__WEBPACK_IMPORTED_MODULE_0__/* .UserError */ .yo('INCOMPLETE', `${share}; ${rule}.${stop}`, {
        hint: stoppedBy?.hint ??
            `The report lists the causes and what to do under "${UNREAD_TITLE}". Correct the list or the access${raise}.`,
        copy: stoppedBy?.copy,
    });
}
/** Whether more mailboxes are unread than `max-unreadable` allows, or all of them. */
function isTooManyUnread(unreadCount, mailboxes, { kind, most, always = 0 }) {
    if (unreadCount > 0 && unreadCount >= mailboxes)
        return true;
    if (unreadCount <= always)
        return false;
    // Multiplied rather than divided, since 29 / 100 has no exact binary form.
    return kind === 'count' ? unreadCount > most : unreadCount * 100 > most * mailboxes + ROUNDING;
}
/** The violations of the rules that `fail-on` names. `never` reports the same as `error`. */
function violationsOf({ broken, warned }, failOn, baseline) {
    const rules = failOn === 'warning' ? [...broken, ...warned] : broken;
    if (rules.length === 0)
        return undefined;
    const ruleCounts = rules.slice(0, MAX_NAMED_RULES).map(({ rule, mailboxes }) => `${rule} ${(0,_text_numbers_js__WEBPACK_IMPORTED_MODULE_3__/* .count */ .U9)(mailboxes)}`);
    if (rules.length > ruleCounts.length)
        ruleCounts.push(`${rules.length - ruleCounts.length} more`);
    const findingCounts = [
        ...(broken.length === 0 ? [] : [(0,_text_numbers_js__WEBPACK_IMPORTED_MODULE_3__/* .counted */ .hS)(mailboxesOf(broken), 'violation', 'violations')]),
        ...(rules.length === broken.length ? [] : [(0,_text_numbers_js__WEBPACK_IMPORTED_MODULE_3__/* .counted */ .hS)(mailboxesOf(warned), 'warning', 'warnings')]),
    ].join(' and ');
    const message = `${findingCounts} of ${(0,_text_numbers_js__WEBPACK_IMPORTED_MODULE_3__/* .counted */ .hS)(rules.length, 'rule', 'rules')} of the policy (${ruleCounts.join(', ')}).`;
    const acceptance = baseline === undefined
        ? `set ${(0,_text_audience_js__WEBPACK_IMPORTED_MODULE_2__/* .inputName */ .yu)('baseline')} to a committed copy of baseline.csv`
        : `replace the contents of ${(0,_text_display_js__WEBPACK_IMPORTED_MODULE_4__/* .shownText */ .f$)(baseline)} with those of baseline.csv`;
    const hint = 'violations.csv lists them with the value found and the value expected. Correct the mailboxes, change the rule, or ' +
        `add an exemption with an owner and an expiry date. To accept all current violations, ${acceptance}.`;
    return new _errors_js__WEBPACK_IMPORTED_MODULE_0__/* .UserError */ .yo('VIOLATIONS', message, { hint });
}
function mailboxesOf(rules) {
    return rules.reduce((sum, { mailboxes }) => sum + mailboxes, 0);
}


/***/ }),

/***/ 69194:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   Ds: () => (/* binding */ PAGE_PLACES),
/* harmony export */   Uu: () => (/* binding */ TILE_GROUPS),
/* harmony export */   Xe: () => (/* binding */ piecesOf),
/* harmony export */   eZ: () => (/* binding */ namesOf),
/* harmony export */   fs: () => (/* binding */ placeInList),
/* harmony export */   ov: () => (/* binding */ SUMMARY_PLACES)
/* harmony export */ });
/* harmony import */ var _text_numbers_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(92613);
/* harmony import */ var _text_page_links_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(78548);


/** The places of sections on the report page, in their order. */
const PAGE_PLACES = [
    'new',
    'changes',
    'history',
    'rules',
    'violations',
    'exemptions',
    'outside-senders',
    'applications',
    'replies',
    'not-read',
    'retirements',
    'types',
    'next-steps',
    'warnings',
];
/** The places of sections in the job summary, in their order. */
const SUMMARY_PLACES = [
    'result',
    'compared',
    'new',
    'links',
    'experimental',
    'rules',
    'highlights',
    'applications',
    'nothing-found',
    'violations',
    'not-read',
    'unread-mailboxes',
    'certificate',
    'retirements',
    'changes',
    'exemptions',
    'warnings',
    'values',
    'run',
];
/** Content as a list of its pieces. */
function piecesOf(content) {
    return typeof content === 'string' || !('length' in content) ? [content] : content;
}
/** Names in a sentence, separated by commas: the first twenty, and how many more there are. */
function namesOf(all, piece) {
    const visibleNames = all.slice(0, _text_numbers_js__WEBPACK_IMPORTED_MODULE_0__/* .MAX_NAMES */ .oA);
    const names = visibleNames.flatMap((name, index) => (index === 0 ? [piece(name)] : [', ', piece(name)]));
    return all.length > visibleNames.length ? [...names, `, and ${(0,_text_numbers_js__WEBPACK_IMPORTED_MODULE_0__/* .count */ .U9)(all.length - visibleNames.length)} more`] : names;
}
/** Where the lists have a mailbox. `lines`: the web address of a line, with `{path}` and `{line}`, if it is known. */
function placeInList(lines, { file, line }) {
    if (file === undefined)
        return ['read because of ', { code: 'all' }];
    return { file, line, at: lines === undefined ? undefined : (0,_text_page_links_js__WEBPACK_IMPORTED_MODULE_1__/* .listLineUrl */ .iI)(lines, file, line) };
}
/** The groups of numbers on the first screen of the page, in their order. */
const TILE_GROUPS = [
    'Result',
    'New',
    'Forwarding',
    'Access',
    'Replies',
    'Protocols',
    'Other',
    'Not read',
];


/***/ }),

/***/ 58217:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   Pq: () => (/* binding */ pathHint),
/* harmony export */   fB: () => (/* binding */ outsideHint),
/* harmony export */   hK: () => (/* binding */ workspaceName),
/* harmony export */   ns: () => (/* binding */ forReader),
/* harmony export */   y8: () => (/* binding */ theInput),
/* harmony export */   yu: () => (/* binding */ inputName)
/* harmony export */ });
/* unused harmony export atTerminal */
/* harmony import */ var node_async_hooks__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(16698);
/* harmony import */ var node_async_hooks__WEBPACK_IMPORTED_MODULE_0___default = /*#__PURE__*/__webpack_require__.n(node_async_hooks__WEBPACK_IMPORTED_MODULE_0__);

const terminal = new node_async_hooks__WEBPACK_IMPORTED_MODULE_0__.AsyncLocalStorage();
/**
 * Calls a function. Its messages, and those of what it awaits, are for a user at a terminal. All other messages are for the author of a
 * workflow. The storage saves a parameter in each of the many places that make messages.
 */
function atTerminal(action) {
    return terminal.run(true, action);
}
/** The text for the reader of a message. Call it during a run: when a module is loaded, the reader is not known. */
function forReader(texts) {
    return terminal.getStore() === true ? texts.terminal : texts.workflow;
}
/** A secret is no option. */
const PASSWORD = { name: 'pfx-password', variable: 'MAILBOX_REPORT_PFX_PASSWORD' };
/** `"policy"`, and at a terminal `--policy`. */
function inputName(name) {
    return forReader({ workflow: `"${name}"`, terminal: name === PASSWORD.name ? PASSWORD.variable : `--${name}` });
}
/** The same at the start of a sentence: `The input "policy"`. */
function theInput(name) {
    const option = name === 'pfx' ? 'The file of --pfx' : `The option ${inputName(name)}`;
    return forReader({ workflow: `The input "${name}"`, terminal: option });
}
/** What the paths of files are relative to, and must be in. */
function workspaceName() {
    return forReader({ workflow: 'the workspace', terminal: 'the current folder' });
}
/** How to name a file of the workspace in an input, as a sentence. */
function pathHint(input) {
    const path = `Set ${inputName(input)} to its path relative to`;
    return forReader({
        workflow: `${path} the root of the repository. In a workflow, commit the file, and run actions/checkout before this action.`,
        terminal: `${path} ${workspaceName()}.`,
    });
}
/** What to do with a file that is elsewhere, as a sentence. */
function outsideHint(input) {
    const paths = `${inputName(input)} takes paths relative to`;
    return forReader({
        workflow: `${paths} the root of the repository. Copy the file there.`,
        terminal: `${paths} ${workspaceName()}. Copy the file there, or run the command in the folder with the files.`,
    });
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

/***/ 63180:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   au: () => (/* binding */ didYouMean),
/* harmony export */   h: () => (/* binding */ suggestion)
/* harmony export */ });
/* unused harmony export nearestName */
/** Words by which settings are switched off. */
const OFF = new Set(['none', 'never', 'off', 'no', 'false', 'ignore']);
/**
 * The known name that an unknown name most likely stands for, ignoring case; undefined if none is similar, and none is another word for
 * "off".
 */
function didYouMean(name, candidates) {
    const names = [...candidates];
    const foldedName = name.trim().toLowerCase();
    return (similarName(foldedName, names) ?? (OFF.has(foldedName) ? names.find((candidate) => OFF.has(candidate)) : undefined));
}
function similarName(foldedName, candidates) {
    // In a short name, one wrong letter is a typo and two are another word.
    const maxEdits = Math.floor((foldedName.length + 1) / 3);
    return nearestName(foldedName, candidates, maxEdits, (folded) => omitsPartOf(foldedName, folded));
}
/**
 * The known name that differs least from a name without case, in at most so many letters; undefined if there is none.
 *
 * @param isNear known names without case that count as one letter away
 */
function nearestName(foldedName, candidates, maxEdits, isNear = () => false) {
    let best;
    for (const candidate of candidates) {
        const folded = candidate.toLowerCase();
        const near = isNear(folded);
        if (!near && Math.abs(candidate.length - foldedName.length) > maxEdits)
            continue;
        const edits = near ? 1 : editDistance(foldedName, folded);
        if (edits <= maxEdits && edits < (best?.edits ?? Infinity))
            best = { name: candidate, edits };
    }
    return best?.name;
}
/** `Did you mean "x"? ` to start a hint with; '' if no known name is similar. */
function suggestion(name, candidates) {
    const meant = didYouMean(name, candidates);
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
/* harmony export */   Gh: () => (/* binding */ withoutId),
/* harmony export */   Ie: () => (/* binding */ cellText),
/* harmony export */   P8: () => (/* binding */ visibleLine),
/* harmony export */   f$: () => (/* binding */ shownText),
/* harmony export */   gB: () => (/* binding */ visibleLines),
/* harmony export */   l2: () => (/* binding */ capitalized),
/* harmony export */   vI: () => (/* binding */ shortened)
/* harmony export */ });
/* unused harmony exports hyphenated, copyOf */
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
/** The id of a folder of Exchange, also an immutable one, in base64. */
const FOLDER_ID = /^A[AQ](?:Mk|kA)[\w+/=-]{16,}$/;
/** A cell as people read it: the id of a folder, whose name only a run of the report `folders` has, is `a folder`. */
function withoutId(text) {
    return FOLDER_ID.test(text) ? 'a folder' : text;
}
function escaped(hidden) {
    return `\\u{${hidden.codePointAt(0)?.toString(16) ?? ''}}`;
}
/** A text in lower case with hyphens between its words. Accents and letters of other scripts are dropped. */
function hyphenated(text) {
    return text
        .normalize('NFKD')
        .replace(/\p{M}/gu, '')
        .toLowerCase()
        .replace(/[^a-z0-9]+/g, '-')
        .replace(/^-+|-+$/g, '');
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
/* harmony export */   iQ: () => (/* binding */ HOUR_MS),
/* harmony export */   kK: () => (/* binding */ utcText),
/* harmony export */   oA: () => (/* binding */ MAX_NAMES),
/* harmony export */   p0: () => (/* binding */ duration),
/* harmony export */   sO: () => (/* binding */ DAY_MS)
/* harmony export */ });
/* unused harmony export PAIRS */
const HOUR_MS = 3_600_000;
const DAY_MS = 86_400_000;
/** Whole days from a time until a day, or the first day of a month, in UTC. Negative after it; NaN if `day` is not a date. */
function daysUntil(day, now) {
    return Date.parse(`${day}T00:00:00Z`) / DAY_MS - Math.floor(now / DAY_MS);
}
/** A time to the minute: `2026-11-28 06:30 UTC`. */
function utcText(when) {
    return `${new Date(when).toISOString().slice(0, 16).replace('T', ' ')} UTC`;
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
/** Names on one line, each as `nameText` returns it: the first `max`, and how many more there are. */
function someNames(all, nameText, max = MAX_NAMES) {
    const names = all.slice(0, max).map(nameText);
    if (all.length > names.length)
        names.push(`and ${count(all.length - names.length)} more`);
    return names.join(', ');
}
/** A count with its noun: `1 mailbox`, `12,400 mailboxes`. */
function counted(number, singular, plural) {
    return `${count(number)} ${number === 1 ? singular : plural}`;
}
/** The unit of violations, which have a finding for each row: singular and plural. */
const PAIRS = (/* unused pure expression or super */ null && (['pair of mailbox and rule', 'pairs of mailbox and rule']));
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

/***/ 78548:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   UB: () => (/* binding */ fragmentOf),
/* harmony export */   iI: () => (/* binding */ listLineUrl)
/* harmony export */ });
/* unused harmony export stateOf */
/** Longer fragments are ignored: the page never needs them, and applying thousands of filters would block it. */
const MAX_LENGTH = 4_000;
const IS = 'is.';
const CONTAINS = 'has.';
/**
 * The page's state as the fragment of its address, for a plain link such as
 * `<a href="#report=violations&view=violating&is.Rule=no-external-replies">`. Keys and values are encoded as in a query:
 *
 * | key | value |
 * |---|---|
 * | `report` | the table: the name of a report, `violations` or `changes` |
 * | `view` | the key of a quick view (`QuickView.key` in src/page-app/table/quick-views.ts) |
 * | `highlight` | the position of a highlight in the report's definition, from 0 |
 * | `is.<column>` | the cell is this value, without regard to case; blank: the cell is blank |
 * | `has.<column>` | the cell contains this text, without regard to case and accents |
 * | `search` | words that each row contains in some column |
 * | `sort`, `order` | the column by which the rows are sorted; `descending`, or absent |
 * | `hide` | a hidden column; may occur several times |
 * | `blank` | `shown`: mailboxes without an item have a row too |
 * | `row` | the position in the CSV of the row whose cells are open, from 0 |
 * | `mailbox` | the address of the mailbox whose view is open |
 * | `section` | the section to scroll to: the text of its link in lower case, with hyphens |
 *
 * A rule is the condition `is.Rule` on `violations`; a cause of unreadable mailboxes is `is.Status` on a report. A table
 * named in `report` is shown with these filters and no others. The page ignores what it does not have.
 */
function fragmentOf(state) {
    const pairs = new URLSearchParams();
    if (state.report !== undefined)
        pairs.append('report', state.report);
    if (state.view !== undefined)
        pairs.append('view', state.view);
    if (state.highlight !== undefined)
        pairs.append('highlight', String(state.highlight));
    for (const condition of state.conditions ?? []) {
        if ('is' in condition)
            pairs.append(IS + condition.column, condition.is);
        else
            pairs.append(CONTAINS + condition.column, condition.contains);
    }
    if (state.search !== undefined && state.search !== '')
        pairs.append('search', state.search);
    if (state.sort !== undefined) {
        pairs.append('sort', state.sort.column);
        if (state.sort.descending)
            pairs.append('order', 'descending');
    }
    for (const column of state.hidden ?? [])
        pairs.append('hide', column);
    if (state.blank === true)
        pairs.append('blank', 'shown');
    if (state.row !== undefined)
        pairs.append('row', String(state.row));
    if (state.section !== undefined)
        pairs.append('section', state.section);
    if (state.mailbox !== undefined)
        pairs.append('mailbox', state.mailbox);
    // A fragment may contain "@", and addresses stay legible.
    return `#${pairs.toString().replaceAll('%40', '@')}`;
}
/**
 * Reads a fragment, with or without its `#`. Undefined if it has none of the keys, as the one of a link to a heading. The
 * text is hostile: whatever it names may not exist.
 */
function stateOf(fragment) {
    const text = fragment.replace(/^#/, '');
    if (!text.includes('=') || text.length > MAX_LENGTH)
        return undefined;
    const pairs = new URLSearchParams(text);
    const one = (key) => pairs.get(key) ?? undefined;
    const conditions = [];
    for (const [key, value] of pairs) {
        if (key.startsWith(IS))
            conditions.push({ column: key.slice(IS.length), is: value });
        else if (key.startsWith(CONTAINS))
            conditions.push({ column: key.slice(CONTAINS.length), contains: value });
    }
    const number = (key) => {
        const digits = one(key) ?? '';
        return /^\d{1,9}$/.test(digits) ? Number(digits) : undefined;
    };
    const [sort, search, hidden] = [one('sort'), one('search'), pairs.getAll('hide')];
    const state = {
        report: one('report'),
        view: one('view'),
        highlight: number('highlight'),
        conditions: conditions.length === 0 ? undefined : conditions,
        search: search === '' ? undefined : search,
        sort: sort === undefined ? undefined : { column: sort, descending: one('order') === 'descending' },
        hidden: hidden.length === 0 ? undefined : hidden,
        blank: one('blank') === 'shown' ? true : undefined,
        row: number('row'),
        mailbox: one('mailbox'),
        section: one('section'),
    };
    return Object.values(state).some((value) => value !== undefined) ? state : undefined;
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

/***/ 55661:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   No: () => (/* binding */ powerShellValue)
/* harmony export */ });
/* unused harmony exports commandText, powerShellText */
/** The command for a row. Undefined if a cell is blank, or does not fit on a line as it is. */
function commandText(template, cell) {
    const pieces = template.map((piece) => {
        if (typeof piece === 'string')
            return piece;
        const text = cell(piece.cell);
        if (text.trim() === '' || !isPrintable(text))
            return undefined;
        return piece.isUrl === true ? doubledQuotes(encodeURIComponent(text)) : powerShellText(text);
    });
    return pieces.includes(undefined) ? undefined : pieces.join('');
}
/**
 * A text as a PowerShell literal, in which nothing is expanded. PowerShell ends such a literal at typographic quotes too.
 * https://learn.microsoft.com/powershell/module/microsoft.powershell.core/about/about_quoting_rules
 */
function powerShellText(text) {
    return `'${doubledQuotes(text)}'`;
}
function doubledQuotes(text) {
    return text.replace(/['\u2018\u2019\u201A\u201B]/g, '$&$&');
}
/** A value as a PowerShell expression; undefined for objects, and for texts that do not fit on a line as they are. */
function powerShellValue(value) {
    if (value === null)
        return '$null';
    if (typeof value === 'string')
        return isPrintable(value) ? powerShellText(value) : undefined;
    if (typeof value === 'boolean')
        return `$${value}`;
    if (typeof value === 'number')
        return String(value);
    if (!Array.isArray(value))
        return undefined;
    const items = value.map(powerShellValue);
    return items.includes(undefined) ? undefined : `@(${items.join(', ')})`;
}
/** Whether a text has no line ends and no hidden characters, so that a command shows what it does. */
function isPrintable(text) {
    return text.isWellFormed() && !/[\p{Cc}\p{Cf}\p{Zl}\p{Zp}]/u.test(text);
}


/***/ }),

/***/ 87888:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   Tt: () => (/* binding */ RECEIVING),
/* harmony export */   xK: () => (/* binding */ OTHER_RIGHTS),
/* harmony export */   zo: () => (/* binding */ MAILBOX_RIGHTS)
/* harmony export */ });
/* unused harmony exports rightText, rightRank, accessTitle */

/** Rights to the whole mailbox. With one of the last two, a trustee can get all others. */
const MAILBOX_RIGHTS = [
    'FullAccess',
    'SendAs',
    'SendOnBehalf',
    'ChangePermission',
    'ChangeOwner',
];
/**
 * Rights that Microsoft documents and that open no mailbox.
 * https://learn.microsoft.com/powershell/module/exchange/add-mailboxpermission#-accessrights
 */
const OTHER_RIGHTS = ['DeleteItem', 'ExternalAccount', 'ReadPermission'];
/** Rights in rows of `access` of those who get mail of a mailbox, and cannot open it. */
const RECEIVING = ['Forwarding', 'InboxRule'];
/** In the order in which people read them. */
const TEXTS = new Map([
    ['FullAccess', 'Full access'],
    ['SendAs', 'Send as'],
    ['SendOnBehalf', 'Send on behalf'],
    ['ChangePermission', 'Change permissions'],
    ['ChangeOwner', 'Change owner'],
    ['Forwarding', 'Gets mail by forwarding'],
    ['InboxRule', 'Gets mail by inbox rule'],
]);
/** A right of `access` in words. Rights on a calendar are shown as they are, blank ones as not known. */
function rightText(right) {
    return TEXTS.get(right) ?? (right === '' ? 'A right that is not known' : visibleLine(right));
}
/** The place of a right among others: rights on the mailbox, on its calendar, and to get mail. */
function rightRank(right) {
    const at = [...TEXTS.keys()].indexOf(right);
    if (RECEIVING.includes(right))
        return TEXTS.size + at;
    return at === -1 ? TEXTS.size : at;
}
/**
 * A title above rights: that of rights that open mailboxes, that of rights to receive mail, or that of both. Rights to receive mail
 * open nothing.
 */
function accessTitle(rights, opens, receives, both) {
    const receiving = rights.filter((right) => RECEIVING.includes(right)).length;
    return receiving === 0 ? opens : receiving === rights.length ? receives : both;
}


/***/ }),

/***/ 99620:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   Rq: () => (/* binding */ BY_REMEDY),
/* harmony export */   Zf: () => (/* binding */ MailboxCounts),
/* harmony export */   l0: () => (/* binding */ REMEDIES)
/* harmony export */ });
/* harmony import */ var _mailboxes_address_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(16592);
/* harmony import */ var _mailboxes_mailbox_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(6404);
/* harmony import */ var _text_display_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(24745);
/* harmony import */ var _text_numbers_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(92613);




/** Why mailboxes could not be read, in the order of the reports: causes that a person can fix come first. */
const BY_REMEDY = [
    'access-denied',
    'not-found',
    'no-mailbox',
    'throttled',
    'failed',
    'cancelled',
];
/** What a status means and what to do. Plain text. */
const REMEDIES = {
    'access-denied': 'Exchange Online refuses a cmdlet that the report needs: assign a role that has it. Or Graph denies the application access to ' +
        'these mailboxes. Check that an administrator has granted admin consent to the ' +
        'permission of the report, and that the mailboxes are within the scope of the application in RBAC for Applications ' +
        '(check with Test-ServicePrincipalAuthorization) or, if you use the older application access policies, allowed by ' +
        'them (Test-ApplicationAccessPolicy). A change can take two hours to apply in Exchange Online.',
    'not-found': 'Graph finds no user with this address, or Exchange Online lists no mailbox with it: it may belong to a mail user on-premises, ' +
        'an inactive or deleted mailbox, or a group. Correct the address or remove it from the list. Graph knows a mailbox by its ' +
        'user principal name only, Exchange Online also by its mail addresses: list the user principal name, which both know. If the user ' +
        'exists, Exchange does not know it yet: list the object ID.',
    'no-mailbox': 'The user exists but has no mailbox in Exchange Online that Graph can read: it is on-premises, inactive, deleted or ' +
        'has no licence. Assign a licence, migrate the mailbox, or remove the address from the list.',
    throttled: 'Microsoft 365 throttled these mailboxes until the retries were used up. Run again when no other ' +
        'application reads the same mailboxes. If it happens again, read the list in shards at different times.',
    failed: 'Graph returned an error or no response until the retries were used up. Run again. If it happens again, ' +
        'check the service health in the Microsoft 365 admin center. With debug logging the log has the request IDs that ' +
        'Microsoft Support needs.',
    cancelled: 'The run was cancelled before these mailboxes were read. Run again. In a workflow that timed out, increase timeout-minutes.',
};
/** Mailboxes of each status that are named. */
const MAX_MAILBOXES = 20;
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
        const { address } = mailbox;
        counts.first.push({ address, ...(0,_mailboxes_mailbox_js__WEBPACK_IMPORTED_MODULE_1__/* .listPlace */ .iK)(mailbox), error: (0,_text_display_js__WEBPACK_IMPORTED_MODULE_2__/* .shortened */ .vI)(error, MAX_ERROR_LENGTH) });
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
    /** The causes that occurred, in the order of `BY_REMEDY`. */
    get causes() {
        return BY_REMEDY.filter((status) => this.#byStatus.has(status));
    }
    /** The causes with their numbers of mailboxes: `3 not-found, 1 throttled`. */
    get causesText() {
        return this.causes.map((status) => `${(0,_text_numbers_js__WEBPACK_IMPORTED_MODULE_3__/* .count */ .U9)(this.unreadableBy(status))} ${status}`).join(', ');
    }
    /** The first 20 of them, in the list's order. */
    unreadableMailboxes(status) {
        return this.#byStatus.get(status)?.first ?? [];
    }
}


/***/ }),

/***/ 68034:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   W6: () => (/* binding */ viewsOf),
/* harmony export */   tf: () => (/* binding */ ReportCounts),
/* harmony export */   vs: () => (/* binding */ highlightedRows)
/* harmony export */ });
/* unused harmony exports ValueCounts, BlankColumns */
/* harmony import */ var _policy_verdict_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(75187);
/* harmony import */ var _reports_definition_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(54530);
/* harmony import */ var _reports_rows_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(758);
/* harmony import */ var _text_display_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(24745);




/** Affected mailboxes of a retirement that are listed. */
const MAX_AFFECTED = 1_000;
/** The rows that have a highlight, by its position among those of the report. */
function highlightedRows(rows, highlights, position) {
    return rows.filter((_, row) => highlights?.ofRows[row]?.includes(position) === true);
}
/** Counts what the summary and the report page show about one report. Memory is bounded. */
class ReportCounts {
    name;
    /** Whether the report is read from an API that Microsoft does not document. */
    isExperimental;
    /** The name, marked if the report is experimental. */
    label;
    /** Whether a mailbox can have several rows. */
    manyRows;
    unit;
    /** In the order of the definition, also those without matches. */
    highlights;
    /** The highlights that are no finding: they follow in the definition. */
    views;
    /** The highlights that are retirements: they are the last. */
    retirements;
    /** How many there are of what rows are about: mailboxes, rules, grants, folders. */
    items = 0;
    read = 0;
    unreadable = 0;
    #counts;
    /** Position of each column among the cells. */
    #positions;
    #values;
    /** The audiences outside of mailboxes whose automatic replies are always on, and scheduled and not over. */
    #replies = { on: new ValueCounts(), scheduled: new ValueCounts() };
    #blankColumns;
    /** Mailboxes by size: up to each of the limits, and above. */
    #sizes;
    constructor(report) {
        this.name = report.name;
        this.label = (0,_reports_definition_js__WEBPACK_IMPORTED_MODULE_1__/* .reportLabel */ .tr)(report);
        this.isExperimental = (0,_reports_definition_js__WEBPACK_IMPORTED_MODULE_1__/* .isExchangeReport */ .Uq)(report);
        this.manyRows = report.rows !== undefined;
        this.unit = (0,_reports_definition_js__WEBPACK_IMPORTED_MODULE_1__/* .unitOf */ .uF)(report);
        const counts = (report.highlights ?? []).map((highlight) => {
            return { ...highlight, mailboxes: 0, rows: 0, unruled: 0, rules: new Set(), possible: 0, affected: [] };
        });
        this.highlights = counts.filter(({ view, ends }) => view === undefined && ends === undefined);
        this.views = counts.filter(({ view }) => view !== undefined);
        this.retirements = counts.filter(({ ends }) => ends !== undefined);
        this.#blankColumns = new BlankColumns(report);
        this.#counts = report.counts ?? {};
        this.#positions = new Map(Object.keys(report.columns).map((column, index) => [column, index]));
        this.#values = new Map(this.countedColumns.map(({ column }) => [column, new ValueCounts()]));
        this.#sizes = [...(this.#counts.sizes?.limits ?? []), 0].map(() => 0);
    }
    add(rows, highlights, verdict) {
        if (highlights !== undefined)
            this.#addHighlights(rows, highlights, verdict);
        if ((0,_reports_rows_js__WEBPACK_IMPORTED_MODULE_2__/* .unreadableRow */ .Oj)(rows) !== undefined) {
            this.unreadable += 1;
            return;
        }
        this.read += 1;
        this.#blankColumns.add(rows);
        for (const { content, cells } of rows) {
            if (content === 'none')
                continue;
            this.items += 1;
            this.#count(cells, highlights);
        }
    }
    /** Columns of a report file that were blank in every row. Undefined for built-in reports. */
    get blankNotice() {
        return this.#blankColumns.notice();
    }
    /** The columns whose values are counted. */
    get countedColumns() {
        return this.#counts.values ?? [];
    }
    /** The audiences of automatic replies, and the column and the view with them. Undefined without these columns. */
    get replies() {
        const { replies } = this.#counts;
        return replies && { ...replies, ...this.#replies };
    }
    /** Mailboxes by their size, as texts. Undefined without the column, or if no size is known. */
    get sizes() {
        if (this.#sizes.every((mailboxes) => mailboxes === 0))
            return undefined;
        const { limits = [] } = this.#counts.sizes ?? {};
        return this.#sizes.map((mailboxes, index) => {
            const [from, to] = [limits[index - 1], limits[index]];
            const size = from === undefined ? `up to ${to} GB` : to === undefined ? `over ${from} GB` : `${from} to ${to} GB`;
            return { size, mailboxes };
        });
    }
    /** How often each value of a column occurs. Undefined if it is not counted. */
    values(column) {
        return this.#values.get(column);
    }
    #addHighlights(rows, highlights, verdict) {
        const all = [...this.highlights, ...this.views, ...this.retirements];
        for (const index of highlights.possible) {
            const counts = all[index];
            if (counts !== undefined)
                counts.possible += 1;
        }
        if (highlights.ofRows.every((positions) => positions.length === 0))
            return;
        const findings = (0,_policy_verdict_js__WEBPACK_IMPORTED_MODULE_0__/* .findingsIn */ ._0)(verdict);
        for (const [index, counts] of all.entries()) {
            const matches = highlightedRows(rows, highlights, index);
            if (matches.length === 0)
                continue;
            const ofHighlight = findings.filter(({ column }) => Object.hasOwn(counts.when, column));
            counts.rows += matches.length;
            for (const match of matches) {
                const ofRow = ofHighlight.filter(({ row }) => row === match);
                for (const { rule } of ofRow)
                    counts.rules.add(rule.id);
                if (ofRow.length === 0)
                    counts.unruled += 1;
            }
            counts.mailboxes += 1;
            if (counts.ends !== undefined && counts.affected.length < MAX_AFFECTED) {
                const [match] = matches;
                const texts = counts.columns.map((column) => (0,_text_display_js__WEBPACK_IMPORTED_MODULE_3__/* .cellText */ .Ie)(match?.cells[this.#positions.get(column) ?? -1]));
                counts.affected.push([rows[0].mailbox.address, ...texts]);
            }
        }
    }
    #count(cells, highlights) {
        const cell = (column = '') => cells[this.#positions.get(column) ?? -1];
        for (const [column, values] of this.#values)
            values.add(cell(column));
        const { sizes, replies } = this.#counts;
        const size = cell(sizes?.column);
        if (sizes !== undefined && typeof size === 'number') {
            const limit = sizes.limits.findIndex((one) => size <= one);
            const index = limit === -1 ? sizes.limits.length : limit;
            this.#sizes[index] = (this.#sizes[index] ?? 0) + 1;
        }
        if (replies === undefined)
            return;
        const view = this.highlights.length + this.views.findIndex((one) => one.view?.key === replies.view);
        if (highlights?.ofRows[0]?.includes(view) !== true)
            return;
        const isScheduled = (0,_text_display_js__WEBPACK_IMPORTED_MODULE_3__/* .cellText */ .Ie)(cell(replies.status)).toLowerCase() === 'scheduled';
        this.#replies[isScheduled ? 'scheduled' : 'on'].add(cell(replies.audience));
    }
}
/** How many mailboxes the views of the reports have, each view once. */
function viewsOf(reports) {
    const views = new Map();
    for (const { name: report, read, views: all } of reports) {
        for (const counts of read === 0 ? [] : all) {
            const { view } = counts;
            if (view !== undefined && !views.has(view.key))
                views.set(view.key, { report, counts, view });
        }
    }
    return [...views.values()];
}
/** Further distinct values of a column are counted together. */
const MAX_VALUES = 500;
const MAX_VALUE_LENGTH = 100;
/** Longer values are one value if they begin and end alike. */
const MAX_KEY_LENGTH = 1_000;
/**
 * How often each value of a column occurs. Values compare without case, since the case of Graph's enumerations varies
 * between responses. Only the first 500 values are kept, so that memory is bounded; `total` counts the others too.
 */
class ValueCounts {
    total = 0;
    #values = new Map();
    add(cell) {
        this.total += 1;
        const value = (0,_text_display_js__WEBPACK_IMPORTED_MODULE_3__/* .cellText */ .Ie)(cell);
        const key = (0,_text_display_js__WEBPACK_IMPORTED_MODULE_3__/* .shortenedInside */ .DA)(value.toLowerCase(), MAX_KEY_LENGTH);
        const counts = this.#values.get(key);
        if (counts !== undefined)
            counts.count += 1;
        else if (this.#values.size < MAX_VALUES)
            this.#values.set(key, { value: (0,_text_display_js__WEBPACK_IMPORTED_MODULE_3__/* .shortenedInside */ .DA)(value, MAX_VALUE_LENGTH), count: 1 });
    }
    /** The most frequent first; equally frequent ones in alphabetical order. */
    get values() {
        return [...this.#values.values()].sort((a, b) => b.count - a.count || (a.value < b.value ? -1 : 1));
    }
}
/** Finds the columns of a report file that are blank in every row, and `rows` that finds nothing, as the rows pass. */
class BlankColumns {
    #report;
    /** Columns that were blank so far, with their positions. Empty for built-in reports. */
    #blank;
    #mailboxes = 0;
    #items = 0;
    constructor(report) {
        this.#report = report;
        this.#blank =
            report.places === undefined ? [] : Object.keys(report.columns).map((name, index) => ({ name, at: index }));
    }
    add(rows) {
        if (this.#blank.length === 0 || (0,_reports_rows_js__WEBPACK_IMPORTED_MODULE_2__/* .unreadableRow */ .Oj)(rows) !== undefined)
            return;
        this.#mailboxes += 1;
        for (const { content, cells } of rows) {
            if (content === 'none')
                continue;
            this.#items += 1;
            if (this.#blank.some(({ at }) => !hasNoValue(cells[at]))) {
                this.#blank = this.#blank.filter(({ at }) => hasNoValue(cells[at]));
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
        const names = [first, ...others].map((column) => (0,_text_display_js__WEBPACK_IMPORTED_MODULE_3__/* .shownText */ .f$)(column.name)).join(', ');
        const message = `${others.length === 0 ? 'Column' : 'Columns'} ${names} of the report "${name}" ${others.length === 0 ? 'is' : 'are'} blank in every row.`;
        return { message, place: places.columns.get(first.name) ?? places.rows };
    }
}
function hasNoValue(cell) {
    return cell === null || cell === undefined || (Array.isArray(cell) && cell.length === 0);
}


/***/ }),

/***/ 78773:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   X0: () => (/* binding */ ExampleFindings),
/* harmony export */   YS: () => (/* binding */ ViolatingMailboxes),
/* harmony export */   gG: () => (/* binding */ inTurns)
/* harmony export */ });
/* harmony import */ var _mailboxes_mailbox_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(6404);
/* harmony import */ var _policy_subject_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(50722);
/* harmony import */ var _text_display_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(24745);



const MAX_MAILBOXES = 20;
const MAX_FINDINGS_A_MAILBOX = 5;
const MAX_EXAMPLES = 20;
const MAX_EXAMPLES_A_RULE = 10;
const MAX_MESSAGE_LENGTH = 300;
/** The first findings of each rule. */
class ExampleFindings {
    #byRule = new Map();
    /** Adds the findings of a mailbox. */
    add(rule, findings) {
        const examples = this.#byRule.get(rule) ?? [];
        const breaches = findings.filter(isBreach);
        const first = breaches.find(({ novelty }) => novelty === 'new') ?? breaches[0];
        if (first === undefined)
            return;
        const isNew = first.novelty === 'new';
        if (examples.length >= MAX_EXAMPLES_A_RULE && (!isNew || examples.at(-1)?.isNew === true))
            return;
        const { file, line } = (0,_policy_subject_js__WEBPACK_IMPORTED_MODULE_0__/* .placeOf */ .$t)(first);
        const example = {
            ...reported(first),
            rule,
            subject: (0,_policy_subject_js__WEBPACK_IMPORTED_MODULE_0__/* .subjectLabel */ .pb)(first),
            address: (0,_policy_subject_js__WEBPACK_IMPORTED_MODULE_0__/* .addressOf */ .ci)(first.subject),
            file,
            line,
            more: breaches.length - 1,
            isNew,
        };
        const newFirst = [...examples, example].sort((one, other) => Number(other.isNew) - Number(one.isNew));
        this.#byRule.set(rule, newFirst.slice(0, MAX_EXAMPLES_A_RULE));
    }
    /** Those to show, as `VerdictCounts.examples` orders them. */
    first(rules) {
        const byRule = [...rules].map((rule) => this.#byRule.get(rule) ?? []);
        const ofKind = (isOfNew) => byRule.map((examples) => examples.filter(({ isNew }) => isNew === isOfNew));
        return [true, false]
            .flatMap((isOfNew) => inTurns(failuresFirst(ofKind(isOfNew)), MAX_EXAMPLES))
            .slice(0, MAX_EXAMPLES);
    }
}
/** The mailboxes that violate most rules: twenty at most. */
class ViolatingMailboxes {
    /** Those with most rules of severity error first, then of severity warning; equal ones in the list's order. */
    worst = [];
    /** How many there are in all. */
    count = 0;
    /** Adds a mailbox with the rules of verdict `fail` or `warn`: at least one. Tables are left out. */
    add(violated) {
        const subject = violated[0]?.findings[0]?.subject;
        if (subject === undefined)
            throw new Error('a violated rule has no finding');
        if (subject.kind !== 'mailbox')
            return;
        this.count += 1;
        const failed = violated.filter(({ verdict }) => verdict === 'fail').length;
        const warned = violated.length - failed;
        const last = this.worst.at(-1);
        if (this.worst.length >= MAX_MAILBOXES && last !== undefined && worstFirst({ failed, warned }, last) >= 0)
            return;
        const byRule = violated.map(({ findings }) => findings.filter(isBreach));
        const findings = inTurns(failuresFirst(byRule), MAX_FINDINGS_A_MAILBOX);
        const { mailbox } = subject;
        const { address } = mailbox;
        const findingCount = byRule.reduce((sum, some) => sum + some.length, 0);
        this.worst.push({
            address,
            ...(0,_mailboxes_mailbox_js__WEBPACK_IMPORTED_MODULE_1__/* .listPlace */ .iK)(mailbox),
            failed,
            warned,
            findings: findings.map(reported),
            findingCount,
        });
        this.worst.sort(worstFirst);
        if (this.worst.length > MAX_MAILBOXES)
            this.worst.pop();
    }
}
function isBreach(finding) {
    return finding.verdict === 'fail' || finding.verdict === 'warn';
}
function worstFirst(one, other) {
    return other.failed - one.failed || other.warned - one.warned;
}
function reported({ rule, verdict, message }) {
    return { rule: rule.id, verdict, message: (0,_text_display_js__WEBPACK_IMPORTED_MODULE_2__/* .shortened */ .vI)(message, MAX_MESSAGE_LENGTH) };
}
/** Failures before warnings in each turn. */
function failuresFirst(byRule) {
    return byRule.toSorted(([one], [other]) => Number(other?.verdict === 'fail') - Number(one?.verdict === 'fail'));
}
/** The first of each group, then the second of each, and so on, so that none is pushed out by a large one. */
function inTurns(groups, most) {
    const turns = Array.from({ length: most }, (_, turn) => groups.flatMap((group) => group.slice(turn, turn + 1)));
    return turns.flat().slice(0, most);
}


/***/ })

};
