export const id = 407;
export const ids = [407,512];
export const modules = {

/***/ 31082:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   F: () => (/* binding */ federatedAssertion),
/* harmony export */   Y: () => (/* binding */ oidcEndpoint)
/* harmony export */ });
/* harmony import */ var undici__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(46752);
/* harmony import */ var _http_secure_url_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(28347);
/* harmony import */ var _errors_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(83916);
/* harmony import */ var _http_headers_js__WEBPACK_IMPORTED_MODULE_7__ = __webpack_require__(59718);
/* harmony import */ var _http_retry_after_js__WEBPACK_IMPORTED_MODULE_6__ = __webpack_require__(47821);
/* harmony import */ var _json_js__WEBPACK_IMPORTED_MODULE_5__ = __webpack_require__(8301);
/* harmony import */ var _retry_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(76144);
/* harmony import */ var _redact_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(95353);








const ATTEMPTS = 4;
const LONGEST_WAIT_MS = 60_000;
const TIMEOUT_MS = 20_000;
const GUIDE = 'https://www.githubstatus.com';
/**
 * What a runner tells a job that may ask for OIDC tokens. Throws UserError `OIDC_UNAVAILABLE` where it told nothing.
 * https://docs.github.com/actions/reference/security/oidc
 */
function oidcEndpoint(env) {
    const { ACTIONS_ID_TOKEN_REQUEST_URL: url = '', ACTIONS_ID_TOKEN_REQUEST_TOKEN: requestToken = '' } = env;
    const parsed = URL.parse(url);
    // The request token goes there, so nobody may listen on the way.
    if (parsed !== null && requestToken !== '' && (0,_http_secure_url_js__WEBPACK_IMPORTED_MODULE_3__/* .isConfidential */ .F)(parsed))
        return { url, requestToken };
    throw new _errors_js__WEBPACK_IMPORTED_MODULE_1__/* .UserError */ .yo('OIDC_UNAVAILABLE', 'GitHub gives this job no OIDC token, which "credential: federated" signs in with.', {
        hint: 'Give the job, or the whole workflow, these "permissions:": "id-token: write" and "contents: read" (what is not ' +
            'named there is taken away). A workflow that calls this one must grant them too. Pull requests from forks get ' +
            'no OIDC token whatever is granted.',
    });
}
/**
 * A fresh OIDC token of GitHub for an audience, to be sent to Entra as the client assertion. It lives about five
 * minutes, so ask anew for each token request. Throws UserError `OIDC_REFUSED` where GitHub denies it and
 * `OIDC_UNREACHABLE` where no token comes however often it is asked; and the signal's reason.
 */
async function federatedAssertion(endpoint, audience, options) {
    const { sleep, signal, mask } = options;
    mask(endpoint.requestToken);
    const token = await (0,_retry_js__WEBPACK_IMPORTED_MODULE_2__/* .attempt */ .C)(() => ask(endpoint, audience, options), {
        attempts: ATTEMPTS,
        longestWaitMs: LONGEST_WAIT_MS,
        sleep,
        signal,
    });
    mask(token);
    return token;
}
async function ask({ url, requestToken }, audience, { dispatcher, now, signal }) {
    const address = `${url}${url.includes('?') ? '&' : '?'}audience=${encodeURIComponent(audience)}`;
    let response;
    let text;
    try {
        // A redirect is an answer like any other: the request token follows none.
        response = await (0,undici__WEBPACK_IMPORTED_MODULE_0__/* .request */ .Em)(address, {
            dispatcher,
            headers: { authorization: `Bearer ${requestToken}`, accept: 'application/json' },
            headersTimeout: TIMEOUT_MS,
            bodyTimeout: TIMEOUT_MS,
            signal: signal ?? null,
        });
        text = await (0,_redact_js__WEBPACK_IMPORTED_MODULE_4__/* .readBounded */ .CB)(response.body);
    }
    catch (cause) {
        signal?.throwIfAborted();
        return { error: noAnswer(url, cause), transient: true, retryAfterMs: undefined };
    }
    const { statusCode, headers } = response;
    const json = (0,_json_js__WEBPACK_IMPORTED_MODULE_5__/* .jsonOrUndefined */ ._D)(text);
    const token = (0,_json_js__WEBPACK_IMPORTED_MODULE_5__/* .isRecord */ .u4)(json) ? json.value : undefined;
    if (statusCode === 200 && typeof token === 'string' && token !== '')
        return token;
    const transient = statusCode === 429 || statusCode >= 500;
    const denied = !transient && statusCode >= 400;
    // A 200 may hold a token in some other form, and a page may echo what it was sent.
    const page = (0,_redact_js__WEBPACK_IMPORTED_MODULE_4__/* .excerpt */ .Kb)((0,_redact_js__WEBPACK_IMPORTED_MODULE_4__/* .withoutEcho */ .ml)(text, requestToken));
    const said = statusCode === 200 ? ' without one.' : page === '' ? '.' : `: ${page}`;
    return {
        error: denied ? refused(url, statusCode, said) : wrongAnswer(url, statusCode, said),
        transient,
        retryAfterMs: (0,_http_retry_after_js__WEBPACK_IMPORTED_MODULE_6__/* .retryAfterMs */ .V)((0,_http_headers_js__WEBPACK_IMPORTED_MODULE_7__/* .firstValue */ .K)(headers['retry-after']), now()),
    };
}
function refused(url, status, said) {
    return new _errors_js__WEBPACK_IMPORTED_MODULE_1__/* .UserError */ .yo('OIDC_REFUSED', `GitHub refuses an OIDC token: ${hostOf(url)} answered ${status}${said}`, {
        hint: 'Check that the job has "id-token: write" and "contents: read" under "permissions:" and that it is still running: ' +
            'the right to ask ends with it. Then run it again.',
    });
}
function wrongAnswer(url, status, said) {
    return new _errors_js__WEBPACK_IMPORTED_MODULE_1__/* .UserError */ .yo('OIDC_UNREACHABLE', `No OIDC token: ${hostOf(url)} answered ${status}${said}`, {
        hint: `Run again, and look at ${GUIDE}. ${PROXY}`,
    });
}
const PROXY = 'On a self-hosted runner behind a proxy, set HTTPS_PROXY (and NO_PROXY), and NODE_EXTRA_CA_CERTS where it inspects TLS.';
function noAnswer(url, cause) {
    const what = (0,_redact_js__WEBPACK_IMPORTED_MODULE_4__/* .printable */ .g$)((0,_errors_js__WEBPACK_IMPORTED_MODULE_1__/* .describeError */ .Uc)(cause));
    return new _errors_js__WEBPACK_IMPORTED_MODULE_1__/* .UserError */ .yo('OIDC_UNREACHABLE', `No OIDC token: there is no connection to ${hostOf(url)} (${what}).`, {
        hint: `Check that the runner may reach ${hostOf(url)}, and look at ${GUIDE}. ${PROXY}`,
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
/* harmony export */   ml: () => (/* binding */ withoutEcho)
/* harmony export */ });
const LONGEST_ANSWER = 1 << 20;
const LONGEST_EXCERPT = 160;
/** The text of an answer; rejects where it is longer than an answer with a token can be. */
async function readBounded(body) {
    const chunks = [];
    let length = 0;
    for await (const chunk of body) {
        length += chunk.length;
        if (length > LONGEST_ANSWER)
            throw new Error(`the answer is longer than ${LONGEST_ANSWER} bytes`);
        chunks.push(chunk);
    }
    return Buffer.concat(chunks).toString('utf8');
}
const SHORTEST_ECHO = 16;
/**
 * A text with `***` in place of each part of it, of 16 characters or more, that stands in a secret which was sent: an
 * answer may echo it whole or cut off.
 */
function withoutEcho(text, secret) {
    if (secret === '')
        return text;
    const whole = text.replaceAll(secret, '***');
    const pieces = new Set();
    for (let at = 0; at + SHORTEST_ECHO <= secret.length; at++)
        pieces.add(secret.slice(at, at + SHORTEST_ECHO));
    let said = '';
    let copied = 0;
    for (let at = 0; at + SHORTEST_ECHO <= whole.length; at++) {
        if (!pieces.has(whole.slice(at, at + SHORTEST_ECHO)))
            continue;
        const begin = at;
        while (pieces.has(whole.slice(at + 1, at + 1 + SHORTEST_ECHO)))
            at++;
        said += `${whole.slice(copied, begin)}***`;
        copied = at + SHORTEST_ECHO;
        at = copied - 1;
    }
    return said + whole.slice(copied);
}
/** What a page says first, without its markup and on one line. */
function excerpt(page) {
    const said = page.replace(/<(script|style)\b[\s\S]*?<\/\1>|<[^>]*>/gi, ' ');
    return printable(said.replace(/\s+/g, ' ').trim()).slice(0, LONGEST_EXCERPT);
}
/** Without characters that control a terminal or reorder what it shows. */
function printable(text) {
    return text.replace(/\p{C}+/gu, ' ');
}


/***/ }),

/***/ 76144:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   C: () => (/* binding */ attempt)
/* harmony export */ });
/* harmony import */ var node_timers_promises__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(58500);
/* harmony import */ var node_timers_promises__WEBPACK_IMPORTED_MODULE_0___default = /*#__PURE__*/__webpack_require__.n(node_timers_promises__WEBPACK_IMPORTED_MODULE_0__);

const FIRST_BACKOFF_MS = 500;
/** Four minutes: Entra tells to wait up to five for a new federated credential, and the first answer took its time. */
const SPREADING_MS = [2_000, 5_000, 10_000, 20_000, 40_000, 60_000, 60_000, 60_000];
const MOST_SPREADING_MS = 360_000;
/**
 * Asks until it gets an answer, the failure is one that asking again does not mend, or the attempts are used up; what is
 * yet to spread uses up none of them and has some minutes of its own. Throws the last failure's error, whatever `ask`
 * throws, and the signal's reason.
 */
async function attempt(ask, { attempts, longestWaitMs, signal, sleep = sleepUntil }) {
    const soon = growingPauses(attempts - 1);
    const later = spreadingPauses();
    let spreading = 0;
    for (;;) {
        signal?.throwIfAborted();
        const outcome = await ask();
        if (!isFailure(outcome))
            return outcome;
        const pauses = outcome.spreading === true ? later : soon;
        const next = outcome.transient ? pauses.next() : undefined;
        if (next === undefined || next.done === true)
            throw outcome.error;
        const asked = outcome.retryAfterMs;
        // What spreads takes its minutes, whatever the server says, and no more than those.
        const pause = outcome.spreading === true ? Math.max(asked ?? 0, next.value) : (asked ?? next.value);
        if (outcome.spreading === true)
            spreading += pause;
        if (pause > longestWaitMs || spreading > MOST_SPREADING_MS)
            throw outcome.error;
        await sleep(pause, signal);
    }
}
/** Half of it is chance, so that jobs that failed together do not come back together. */
function* growingPauses(count) {
    for (let pause = 0; pause < count; pause++)
        yield FIRST_BACKOFF_MS * 2 ** pause * (0.5 + Math.random() / 2);
}
function* spreadingPauses() {
    for (const ms of SPREADING_MS)
        yield ms * (0.75 + Math.random() / 4);
}
function isFailure(outcome) {
    return typeof outcome === 'object' && 'error' in outcome && 'transient' in outcome;
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

/***/ 44849:
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


/** Entra takes assertions of five to ten minutes. */
const LIFETIME_SECONDS = 600;
/**
 * A client assertion (RFC 7523) signed with the certificate's key as Entra asks for it: PS256, with the SHA-256
 * thumbprint in `x5t#S256`. Each has an identifier of its own, so make a new one for every request.
 * https://learn.microsoft.com/entra/identity-platform/certificate-credentials
 */
async function clientAssertion(certificate, request) {
    const issuedAt = Math.floor(request.now / 1000);
    return new sign/* SignJWT */.P({ jti: (0,external_node_crypto_.randomUUID)() })
        .setProtectedHeader({ alg: 'PS256', typ: 'JWT', 'x5t#S256': certificate.x5tS256 })
        .setAudience(request.audience)
        .setIssuer(request.clientId)
        .setSubject(request.clientId)
        .setNotBefore(issuedAt)
        .setIssuedAt(issuedAt)
        .setExpirationTime(issuedAt + LIFETIME_SECONDS)
        .sign(certificate.privateKey);
}

// EXTERNAL MODULE: ./src/auth/federated.ts
var federated = __webpack_require__(31082);
// EXTERNAL MODULE: ./node_modules/undici/index.js
var undici = __webpack_require__(46752);
// EXTERNAL MODULE: ./src/http/headers.ts
var http_headers = __webpack_require__(59718);
// EXTERNAL MODULE: ./src/http/retry-after.ts
var retry_after = __webpack_require__(47821);
// EXTERNAL MODULE: ./src/json.ts
var src_json = __webpack_require__(8301);
;// CONCATENATED MODULE: ./src/auth/access-token.ts

/**
 * The claims of a JWT, unverified: Entra's tokens are opaque by contract, so what stands here may warn early and must
 * never decide. Undefined where it cannot be read.
 */
function unverifiedClaims(jwt) {
    const parts = jwt.split('.');
    if (parts.length !== 3)
        return undefined;
    const claims = (0,src_json/* jsonOrUndefined */._D)(Buffer.from(parts[1] ?? '', 'base64url').toString('utf8'));
    return (0,src_json/* isRecord */.u4)(claims) ? claims : undefined;
}
/** The app roles of an access token, as `AccessToken.roles` has them. */
function appRoles(jwt) {
    const claims = unverifiedClaims(jwt);
    if (claims === undefined)
        return undefined;
    const roles = Array.isArray(claims.roles) ? claims.roles : [];
    return roles.filter((role) => typeof role === 'string');
}

// EXTERNAL MODULE: ./src/auth/retry.ts
var retry = __webpack_require__(76144);
// EXTERNAL MODULE: ./src/auth/redact.ts
var redact = __webpack_require__(95353);
// EXTERNAL MODULE: ./src/errors.ts
var errors = __webpack_require__(83916);
// EXTERNAL MODULE: ./src/auth/clouds.ts
var clouds = __webpack_require__(56910);
;// CONCATENATED MODULE: ./src/auth/cloud-of-tenant.ts

/** How Entra calls the clouds, and their sign-in hosts, in its own sentences. */
const SPOKEN = [
    [/microsoftonline\.us\b|us ?gov|government|fairfax|arlington/i, ['usgov', 'usgov-dod']],
    [/microsoftonline\.cn\b|chinacloud|china|21vianet|mooncake|gallatin/i, ['china']],
    [/microsoftonline\.com\b|azure ?(?:public|cloud|ad ?global)|worldwide/i, ['global']],
];
/** The domain that each tenant begins with. Any other may end in any country's letters, wherever the tenant lives. */
const INITIAL_DOMAINS = [
    [/\.onmicrosoft\.us$/i, ['usgov', 'usgov-dod']],
    [/\.onmschina\.cn$/i, ['china']],
    [/\.onmicrosoft\.com$/i, ['global']],
];
/**
 * The values of `cloud` that a tenant may belong to after the sign-in of `authorityHost` has refused it: what Entra's
 * words, or else the tenant's initial domain, point to; else every other. Never the cloud that was asked.
 */
function otherClouds(authorityHost, tenantId, text) {
    const others = Object.entries(clouds/* clouds */.P).flatMap(([name, { authorityHost: host }]) => isCloud(name) && host !== authorityHost ? [name] : []);
    // It may name both clouds, that of the tenant and the one that was asked, and the tenant by a domain of any words.
    const [, home = ''] = /belongs to the national cloud '([^']*)'/i.exec(text) ?? [];
    const words = text.replaceAll(tenantId, '');
    return (firstNamed(SPOKEN, home, others) ??
        firstNamed(SPOKEN, words, others) ??
        firstNamed(INITIAL_DOMAINS, tenantId, others) ??
        others);
}
/** The values of `cloud` with another Graph than this, those with the same sign-in first. */
function cloudsOfOtherGraphs(graphUrl, authorityHost) {
    const others = Object.entries(clouds/* clouds */.P).flatMap(([name, cloud]) => isCloud(name) && cloud.graphUrl !== graphUrl ? [{ name, near: cloud.authorityHost === authorityHost }] : []);
    return others.toSorted((one, other) => Number(other.near) - Number(one.near)).map(({ name }) => name);
}
/** Whether it is the sign-in of a cloud, rather than one that only `authority-host` can name. */
function isOwnHost(authorityHost) {
    return Object.values(clouds/* clouds */.P).some((cloud) => cloud.authorityHost === authorityHost);
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
    return name in clouds/* clouds */.P;
}

;// CONCATENATED MODULE: ./src/auth/federated-registration.ts


/** A claim of an assertion as text of one line; `(none)` where it has none. */
function claimText(claims, name) {
    const value = claims?.[name];
    const text = typeof value === 'string' ? value : value === undefined ? '(none)' : JSON.stringify(value);
    return (0,redact/* printable */.g$)(text).slice(0, 300);
}
/** The three claims that Entra compares with what is registered. */
function sentClaims(claims) {
    const [subject, issuer, audience] = ['sub', 'iss', 'aud'].map((name) => claimText(claims, name));
    return `Sent were subject "${subject}", issuer "${issuer}" and audience "${audience}".`;
}
/**
 * What to register so that Entra takes the assertion next time: exactly what it said, in the portal or by a command.
 * https://learn.microsoft.com/entra/workload-id/workload-identity-federation-create-trust
 */
function registration({ clientId, sent }) {
    return [
        `Register exactly these under Microsoft Entra admin center > App registrations > ${clientId} > Certificates & ` +
            'secrets > Federated credentials > Add credential > Other issuer' +
            (command(clientId, sent) ?? '.'),
        'The issuer, the subject and the audience are compared letter by letter.',
        numericForm(claimText(sent, 'sub')),
    ].join(' ');
}
/** Repositories and owners by number: https://docs.github.com/actions/reference/security/oidc */
const NUMERIC = /^repo:([^/@:]+)@\d+\/([^/@:]+)@\d+:(.*)$/;
function numericForm(subject) {
    const when = 'repositories made, renamed or moved after 2026-07-15';
    const [, owner, repository, rest] = NUMERIC.exec(subject) ?? [];
    if (owner === undefined || repository === undefined || rest === undefined) {
        return `The subject of ${when} has the numeric form repo:OWNER@ID/REPO@ID:... instead of repo:OWNER/REPO:...`;
    }
    return (`The subject has the numeric form repo:OWNER@ID/REPO@ID:... of ${when}: a credential that has ` +
        `"repo:${owner}/${repository}:${rest}" does not fit it.`);
}
/** Nothing that a shell, or JSON, would read as anything but itself. */
const PLAIN = /^[\w .:/@*+-]+$/;
/**
 * The file and the command to copy, for any shell: PowerShell takes the quotes out of JSON on a command line. Undefined
 * where a claim could not be pasted as it is.
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
/** An application has each name once, and the likely one is that of the credential which does not fit. */
function newName(subject) {
    return `mailbox-report-${(0,external_node_crypto_.createHash)('sha256').update(subject).digest('hex').slice(0, 8)}`;
}

;// CONCATENATED MODULE: ./src/auth/entra-explanations.ts


const REGISTRATIONS = 'Microsoft Entra admin center > App registrations';
const OIDC_TIME = 'An OIDC token of GitHub lives for some minutes, and one that is held up for longer is of no use: run again.';
const CLOCK = 'Check the clock of the runner: an assertion is good for ten minutes around the time it was made.';
/** By the number behind `AADSTS`. https://learn.microsoft.com/entra/identity-platform/reference-error-codes */
const explanations = {
    90002: (context) => ({
        message: `There is no tenant "${context.tenantId}" in the cloud behind ${context.authorityHost}.`,
        hint: `Set "tenant-id" to the Directory (tenant) ID of ${REGISTRATIONS} > your application, or to a verified domain. ` +
            `If it is right, the tenant may live in another cloud: ${cloudHint(context, '')}`,
    }),
    900023: (context) => ({
        message: `"${context.tenantId}" is neither the ID of a tenant nor a verified domain.`,
        hint: `Set "tenant-id" to the Directory (tenant) ID of ${REGISTRATIONS} > your application.`,
    }),
    90038: wrongCloud,
    900382: wrongCloud,
    900432: wrongCloud,
    700016: (context) => ({
        message: `There is no application "${context.clientId}" in tenant "${context.tenantId}".`,
        hint: `Set "client-id" to the Application (client) ID of ${REGISTRATIONS} > your application (not its object ID), and ` +
            '"tenant-id" to the tenant that it was registered in. Right after registration, wait a minute and run again.',
    }),
    7000229: missingPrincipal,
    7000112: (context) => ({
        message: `Application "${context.clientId}" is disabled in tenant "${context.tenantId}".`,
        hint: 'Ask an administrator to allow it: Microsoft Entra admin center > Enterprise applications > the application > ' +
            'Properties > Enabled for users to sign-in: Yes. Or set "client-id" to another application.',
    }),
    700027: certificateRefused,
    700030: (context) => ({
        message: `Entra ID does not accept ${certificate(context)}: it is revoked, or its issuer is not trusted for this application.`,
        hint: `Use a certificate that is valid and not revoked, from an issuer that the application trusts. ${upload(context)}`,
    }),
    50012: (context) => ({
        message: `The signature of the assertion does not fit ${certificate(context)}.`,
        hint: `Export the certificate together with its own key into "pfx" again. ${upload(context)}`,
    }),
    700024: (context) => ({
        message: 'The assertion is outside its time: Entra ID says that it is not valid yet or has expired.',
        hint: context.thumbprint === undefined ? OIDC_TIME : CLOCK,
    }),
    700021: (context) => ({
        message: `The assertion was made by "${claim(context, 'iss')}" for "${claim(context, 'sub')}", and neither may differ from application "${context.clientId}".`,
        hint: context.thumbprint === undefined
            ? 'Set "client-id" to the Application (client) ID that the federated credential is registered on.'
            : 'Set "client-id" to the Application (client) ID that the certificate in "pfx" is registered on.',
    }),
    700023: (context) => ({
        message: `The assertion is made for "${claim(context, 'aud')}", which is not the token endpoint that Entra ID expects.`,
        hint: `Check "authority-host", "cloud" and "tenant-id": together they name the token endpoint. ${cloudHint(context, '')}`,
    }),
    5002723: (context) => ({
        message: `The assertion names no certificate that Entra ID can look up; it was signed with ${certificate(context)}.`,
        hint: `Make a new certificate with an RSA key and put it into "pfx". ${upload(context)}`,
    }),
    5002738: (context) => ({
        message: `Entra ID does not take the algorithm that the assertion is signed with (PS256, with ${certificate(context)}).`,
        hint: `Use a certificate with an RSA key of 2048 bits or more in "pfx". ${upload(context)}`,
    }),
    50027: (context) => ({
        message: 'Entra ID cannot read the assertion.',
        hint: 'Check "authority-host", and whether a proxy changes what passes through it' +
            (context.thumbprint === undefined ? '.' : '; check that "pfx" holds an RSA key.'),
    }),
    53003: (context) => ({
        message: `A Conditional Access policy of tenant "${context.tenantId}" blocks application "${context.clientId}" from where this runner is.`,
        hint: 'Ask an administrator for the policy: Microsoft Entra admin center > Monitoring > Sign-in logs > Service ' +
            'principal sign-ins, by the correlation ID. Exclude the application, or run on a self-hosted runner in an allowed place.',
    }),
    50196: () => ({
        message: 'Entra ID sees the same request in a loop and refuses it for a while.',
        hint: 'Wait some minutes. Check that no other workflow asks for tokens of the same "client-id" again and again.',
    }),
    90055: throttled,
    90033: throttled,
    500011: (context) => ({
        message: `Tenant "${context.tenantId}" knows no Microsoft Graph at ${context.graphUrl}.`,
        hint: `Check "cloud" and "graph-url": they must name the Graph of the tenant's own cloud. ${otherGraphHint(context)}`,
    }),
    700213: entra_explanations_federated('subject', 'sub'),
    700212: entra_explanations_federated('audience', 'aud'),
    700211: entra_explanations_federated('issuer', 'iss'),
    70021: (context) => ({
        message: `No federated credential of application "${context.clientId}" fits the assertion. ${sentClaims(context.sent)}`,
        hint: 'A federated credential that was just created takes some minutes to work, and this run has waited for four: run ' +
            'again in five minutes. ' +
            `Where it was not: ${registration(context)}`,
    }),
};
function certificateRefused(context, text) {
    if (/is expired/i.test(text)) {
        return {
            message: `${capital(certificate(context))} has expired on application "${context.clientId}".`,
            hint: 'Where the certificate itself is still valid, the application was told an earlier end (the Azure CLI ends a ' +
                'credential after a year unless --end-date says otherwise): register the same certificate again with a later ' +
                `end. Otherwise make a new one and put it into "pfx". ${upload(context)}`,
        };
    }
    if (/key was found/i.test(text)) {
        return {
            message: `The signature of the assertion does not fit ${certificate(context)}, which application "${context.clientId}" has.`,
            hint: `Export the certificate together with its own key into "pfx" again. ${upload(context)}`,
        };
    }
    return {
        message: `${capital(certificate(context))} is not registered on application "${context.clientId}".`,
        hint: `${upload(context)} Or put the PFX of a certificate that is listed there into "pfx".`,
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
        message: `Tenant "${context.tenantId}" does not belong to the cloud behind ${context.authorityHost}.`,
        hint: cloudHint(context, text),
    };
}
function throttled() {
    return {
        message: 'Entra ID is busy or throttles this tenant, and all attempts are used up.',
        hint: 'Run again later. Spread the schedules of workflows that start in the same minute.',
    };
}
function entra_explanations_federated(what, name) {
    return (context) => ({
        message: `No federated credential of application "${context.clientId}" has the ${what} "${claim(context, name)}". ${sentClaims(context.sent)}`,
        hint: registration(context) +
            (name === 'aud'
                ? ' Where one with this issuer and subject is there already, change its audience instead: Entra ID takes no second.'
                : ''),
    });
}
function upload(context) {
    return (`Its public part belongs under ${REGISTRATIONS} > ${context.clientId} > Certificates & secrets > Certificates, ` +
        `where thumbprints are listed; or run az ad app credential reset --id ${shellWord(context.clientId)} --append ` +
        `--cert '@certificate.pem' --end-date ${context.notAfter?.toISOString().replace(/\.\d+Z$/, 'Z') ?? 'END'}`);
}
const SPELLED_OUT = {
    global: 'global (worldwide)',
    usgov: 'usgov (GCC High)',
    'usgov-dod': 'usgov-dod (DoD)',
    china: 'china (21Vianet)',
};
/** Two clouds share a sign-in, so that a tenant of the one signs in at the other, and only Graph tells. */
function otherGraphHint({ authorityHost, graphUrl }) {
    const named = cloudsOfOtherGraphs(graphUrl, authorityHost).map((cloud) => SPELLED_OUT[cloud]);
    return `Set "cloud" to ${named.join(' or ')}. Where "graph-url" is set, remove it: it goes before "cloud".`;
}
function cloudHint(context, text) {
    const { authorityHost, tenantId } = context;
    const named = otherClouds(authorityHost, tenantId, text).map((cloud) => SPELLED_OUT[cloud]);
    const override = isOwnHost(authorityHost)
        ? 'Where "authority-host" is set, remove it: it goes before "cloud".'
        : 'Remove "authority-host", which goes before "cloud".';
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




/** Undefined where the parsed JSON is not an OAuth error. What it echoes of `assertion`, which was sent, is left out. */
function parseEntraError(json, assertion = '') {
    if (!(0,src_json/* isRecord */.u4)(json) || typeof json.error !== 'string' || json.error === '')
        return undefined;
    const said = (text) => (0,redact/* withoutEcho */.ml)(text, assertion);
    const description = typeof json.error_description === 'string' ? json.error_description : '';
    const codes = Array.isArray(json.error_codes) ? json.error_codes : [];
    const written = /AADSTS(\d{1,10})/.exec(description)?.[1];
    const code = codes.find((entry) => typeof entry === 'number' && Number.isSafeInteger(entry)) ?? written;
    // Where the members are missing, the description carries them on lines of their own.
    const member = (name, label) => {
        const value = json[name] ?? new RegExp(`^${label}: ([^\\r\\n]{1,64})`, 'm').exec(description)?.[1];
        return typeof value === 'string' ? said(value.replace(/[^\w :.-]/g, '')).slice(0, 64) : undefined;
    };
    return {
        error: said(json.error.replace(/[^\w.-]/g, '')).slice(0, 64),
        code: code === undefined ? undefined : Number(code),
        text: firstLine(said(description)),
        traceId: member('trace_id', 'Trace ID'),
        correlationId: member('correlation_id', 'Correlation ID'),
        timestamp: member('timestamp', 'Timestamp'),
    };
}
/**
 * Entra's refusal in the terms of this action: which input, portal page or command mends it. Its code is `AADSTS` and
 * the number; its message ends with Entra's identifiers on a line of their own, which Microsoft's support asks for. A
 * code that is not known here gives Entra's own first line.
 * https://learn.microsoft.com/entra/identity-platform/reference-error-codes
 */
function entraError(body, context) {
    const code = body.code === undefined ? `ENTRA_${body.error.toUpperCase()}` : `AADSTS${body.code}`;
    const explanation = body.code === undefined ? undefined : explanations[body.code]?.(context, body.text);
    const { message, hint } = explanation ?? {
        message: `Entra ID issues no token (${body.error}): ${body.text === '' ? 'it gives no reason.' : body.text}`,
        hint: body.code === undefined
            ? 'Check "tenant-id", "client-id" and "cloud".'
            : `Look the code up: https://login.microsoftonline.com/error?code=${body.code}`,
    };
    return new errors/* UserError */.yo(code, [`${code}: ${message}`, ...identifiers(body)].join('\n'), { hint });
}
/**
 * What the answer itself says of asking again, whatever its status: `soon` for too many requests and an outage, `spreading`
 * for a federated credential that has yet to reach all servers, `never` for a loop, which each request prolongs.
 */
function asksAgain(body) {
    if (body.code === 50196)
        return 'never';
    if (body.code === 70021)
        return 'spreading';
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
    // Entra ends its sentence with a line break, or runs the identifiers on behind a blank.
    const line = description.split(/\r?\n| Trace ID: /, 1)[0] ?? '';
    return (0,redact/* printable */.g$)(line.replace(/^AADSTS\d+: */, ''))
        .trim()
        .slice(0, 400);
}

// EXTERNAL MODULE: ./src/http/proxy.ts
var proxy = __webpack_require__(57856);
;// CONCATENATED MODULE: ./src/auth/entra-unreachable.ts



/** Node's names for a chain that ends in no root that it knows: https://nodejs.org/api/tls.html#x509-certificate-error-codes */
const UNKNOWN_ROOT = new Set([
    'CERT_UNTRUSTED',
    'DEPTH_ZERO_SELF_SIGNED_CERT',
    'SELF_SIGNED_CERT_IN_CHAIN',
    'UNABLE_TO_GET_ISSUER_CERT',
    'UNABLE_TO_GET_ISSUER_CERT_LOCALLY',
    'UNABLE_TO_VERIFY_LEAF_SIGNATURE',
]);
const OUT_OF_TIME = new Set(['CERT_HAS_EXPIRED', 'CERT_NOT_YET_VALID']);
const PRIVATE_ROOT = 'Where a proxy inspects TLS or the certificate is of a private authority, set NODE_EXTRA_CA_CERTS on the runner to ' +
    'the PEM file of its root certificate.';
/**
 * The error for a request that got no answer (DNS, connection, TLS, time-out): code `ENTRA_UNREACHABLE`. `transient`
 * says whether another attempt may fare better, which a certificate that is not trusted will not.
 */
function unreachable(endpoint, cause) {
    const proxy = proxyErrorIn(cause);
    const { what, hint, transient } = proxy === undefined ? ofServer(endpoint, cause) : ofProxy(endpoint, proxy);
    const why = proxy?.status === undefined ? (0,errors/* describeError */.Uc)(proxy?.cause ?? cause) : `HTTP ${proxy.status}`;
    const message = `No token: ${what} (${(0,redact/* printable */.g$)(why)}).`;
    return { error: new errors/* UserError */.yo('ENTRA_UNREACHABLE', message, { hint, cause }), transient };
}
/** What to do about a proxy that does not let through to the sign-in. */
function ofProxy(endpoint, { host, status, cause }) {
    const to = new URL(endpoint).host;
    const past = `Where ${to} is to be reached past it, add that to NO_PROXY.`;
    if (status === 407) {
        return {
            what: `the proxy ${host} wants other credentials`,
            hint: 'Put user name and password into HTTPS_PROXY on the runner, http://user:password@host:port, with special ' +
                `characters percent-encoded; of the ways to authenticate, Basic is supported. ${past}`,
            transient: false,
        };
    }
    if (status !== undefined) {
        return {
            what: `the proxy ${host} refuses a connection to ${to}`,
            hint: `Have the proxy that HTTPS_PROXY names allow CONNECT to ${to}, and to Microsoft Graph. ${past}`,
            transient: status >= 500,
        };
    }
    const untrusted = isTlsFault(errorCode(cause));
    return {
        what: untrusted
            ? `the TLS certificate that the proxy ${host} presents is not trusted`
            : `the proxy ${host} cannot be reached`,
        hint: `Check HTTPS_PROXY on the runner, which names it, and whether it runs. ${untrusted ? PRIVATE_ROOT : past}`,
        transient: !untrusted,
    };
}
function ofServer(endpoint, cause) {
    const { host, hostname } = new URL(endpoint);
    const code = errorCode(cause);
    const override = 'check "authority-host" where that input is set.';
    if (code !== undefined && OUT_OF_TIME.has(code)) {
        return {
            what: `the TLS certificate that ${host} presents is not trusted today`,
            hint: `Check the clock of the runner and, where a proxy inspects TLS, the proxy's certificate; ${override}`,
            transient: false,
        };
    }
    if (code === 'ERR_TLS_CERT_ALTNAME_INVALID') {
        return {
            what: `the TLS certificate that ${host} presents is not trusted: it is another host's`,
            hint: `Something else answers in its place, such as a proxy or a gateway; ${override}`,
            transient: false,
        };
    }
    if (code !== undefined && UNKNOWN_ROOT.has(code)) {
        return {
            what: `the root of the TLS certificate that ${host} presents is not trusted`,
            hint: `${PRIVATE_ROOT} Otherwise ${override}`,
            transient: false,
        };
    }
    if (isTlsFault(code)) {
        return {
            what: `there is no TLS connection to ${host}`,
            hint: `Check what stands between, such as a proxy (HTTPS_PROXY); ${override}`,
            transient: false,
        };
    }
    const network = 'On a self-hosted runner behind a proxy, set HTTPS_PROXY (and NO_PROXY).';
    if (code === 'ENOTFOUND' || code === 'EAI_AGAIN') {
        return {
            what: `the name ${hostname} was not found`,
            hint: `Check "authority-host" (and "cloud") and the runner's DNS. ${network}`,
            transient: true,
        };
    }
    return {
        what: `there is no connection to ${host}`,
        hint: `Check that the runner may reach ${host}, and "authority-host" where that input is set. ${network}`,
        transient: true,
    };
}
/** The error for an answer that is not Entra's, such as the page of a gateway or a captive portal: code `NOT_ENTRA`. */
function notEntra(endpoint, answer) {
    const said = (0,redact/* excerpt */.Kb)(answer.text);
    const to = answer.location === '' ? '' : ` to ${withoutQuery(answer.location)}`;
    const type = answer.contentType === '' ? 'no content type' : (0,redact/* printable */.g$)(answer.contentType).slice(0, 100);
    return new errors/* UserError */.yo('NOT_ENTRA', `No token: ${endpoint} answered ${answer.status}${to} (${type}), which is not an answer of Entra ID` +
        (said === '' ? '.' : `: ${said}`), {
        hint: 'Something between the runner and Entra ID answered, such as a proxy, a gateway or a sign-in page of the ' +
            'network. Check "authority-host", HTTPS_PROXY and NO_PROXY.',
    });
}
function isTlsFault(code) {
    if (code === undefined)
        return false;
    return UNKNOWN_ROOT.has(code) || OUT_OF_TIME.has(code) || code.startsWith('ERR_SSL') || code.startsWith('ERR_TLS');
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

;// CONCATENATED MODULE: ./src/auth/token-request.ts









const ATTEMPTS = 5;
const LONGEST_WAIT_MS = 300_000;
const TIMEOUT_MS = 30_000;
/** One question to the token endpoint, asked again while an answer can still be hoped for. */
class TokenRequest {
    #options;
    #endpoint;
    #scope;
    constructor(options) {
        this.#options = options;
        this.#endpoint = `${withoutSlash(options.authorityHost)}/${encodeURIComponent(options.tenantId)}/oauth2/v2.0/token`;
        this.#scope = `${withoutSlash(options.graphUrl)}/.default`;
    }
    /**
     * Throws UserError: Entra's code (`AADSTS700027`), `ENTRA_UNREACHABLE` or `NOT_ENTRA`; whatever `assertion` throws;
     * and the signal's reason.
     */
    async send(claims) {
        const { sleep, signal } = this.#options;
        return (0,retry/* attempt */.C)(() => this.#ask(claims), { attempts: ATTEMPTS, longestWaitMs: LONGEST_WAIT_MS, sleep, signal });
    }
    async #ask(claims) {
        const { clientId, now, mask, signal, dispatcher } = this.#options;
        const assertion = await this.#options.assertion(this.#endpoint);
        mask(assertion);
        const form = new URLSearchParams({
            grant_type: 'client_credentials',
            client_id: clientId,
            scope: this.#scope,
            client_assertion_type: 'urn:ietf:params:oauth:client-assertion-type:jwt-bearer',
            client_assertion: assertion,
            ...(claims === undefined ? {} : { claims }),
        });
        const asked = now();
        let response;
        let text;
        try {
            response = await (0,undici/* request */.Em)(this.#endpoint, {
                dispatcher,
                method: 'POST',
                headers: { 'content-type': 'application/x-www-form-urlencoded', accept: 'application/json' },
                body: form.toString(),
                headersTimeout: TIMEOUT_MS,
                bodyTimeout: TIMEOUT_MS,
                signal: signal ?? null,
            });
            text = await (0,redact/* readBounded */.CB)(response.body);
        }
        catch (cause) {
            signal?.throwIfAborted();
            return { ...unreachable(this.#endpoint, cause), retryAfterMs: undefined };
        }
        const { statusCode, headers } = response;
        const json = (0,src_json/* jsonOrUndefined */._D)(text);
        if (statusCode === 200) {
            const token = accessToken(json, asked);
            if (token !== undefined) {
                mask(token.value);
                return token;
            }
        }
        const retryAfter = (0,retry_after/* retryAfterMs */.V)((0,http_headers/* firstValue */.K)(headers['retry-after']), now());
        const busy = statusCode === 429 || statusCode >= 500;
        const body = statusCode === 200 ? undefined : parseEntraError(json, assertion);
        if (body === undefined) {
            const error = notEntra(this.#endpoint, {
                status: statusCode,
                // Whoever answers may echo what it was sent.
                contentType: (0,redact/* withoutEcho */.ml)((0,http_headers/* firstValue */.K)(headers['content-type']) ?? '', assertion),
                location: (0,redact/* withoutEcho */.ml)((0,http_headers/* firstValue */.K)(headers.location) ?? '', assertion),
                text: statusCode === 200 && !isPage(text) ? '' : (0,redact/* withoutEcho */.ml)(text, assertion),
            });
            return { error, transient: busy, retryAfterMs: retryAfter };
        }
        const { tenantId, authorityHost, graphUrl, thumbprint, notAfter } = this.#options;
        const error = entraError(body, {
            tenantId,
            clientId,
            authorityHost: withoutSlash(authorityHost),
            graphUrl: withoutSlash(graphUrl),
            thumbprint,
            notAfter,
            sent: unverifiedClaims(assertion),
        });
        const again = asksAgain(body) ?? (busy ? 'soon' : 'never');
        return { error, transient: again !== 'never', spreading: again === 'spreading', retryAfterMs: retryAfter };
    }
}
/** Whether a text is a page for people: anything else that comes in place of a token may still hold one. */
function isPage(text) {
    return /^\s*</.test(text);
}
function accessToken(json, asked) {
    if (!(0,src_json/* isRecord */.u4)(json))
        return undefined;
    const value = json.access_token;
    // Entra's older endpoints write the lifetime as a string.
    const seconds = Number(json.expires_in);
    if (typeof value !== 'string' || value === '' || !Number.isFinite(seconds) || seconds <= 0)
        return undefined;
    return { value, expiresAt: asked + seconds * 1000, roles: appRoles(value) };
}
function withoutSlash(url) {
    return String(url).replace(/\/+$/, '');
}

;// CONCATENATED MODULE: ./src/auth/token.ts

/** MSAL renews five minutes early; a token that lives shorter than twenty minutes is renewed in its last quarter. */
const RENEWAL_MARGIN_MS = 300_000;
const RENEWAL_SHARE = 1 / 4;
/**
 * The run's access token: asked for once however many callers wait, renewed before it expires and after a 401. A
 * renewal that fails while the token is still valid does no harm: the old one serves and the next is tried later.
 */
class TokenSource {
    #request;
    #now;
    #held;
    #pending;
    /** After a failed renewal, when to try the next. */
    #nextRenewal = 0;
    constructor(options) {
        this.#request = new TokenRequest(options);
        this.#now = options.now;
    }
    /**
     * A token that is valid now. Throws UserError with Entra's code (`AADSTS700027`), `ENTRA_UNREACHABLE` or
     * `NOT_ENTRA`, and the reason of the signal once that has aborted.
     */
    async get() {
        const held = this.#held;
        const now = this.#now();
        if (held === undefined || now >= held.token.expiresAt)
            return this.#fetch();
        if (now < held.renewAt || now < this.#nextRenewal)
            return held.token;
        const renewal = this.#fetch();
        if (now < held.waitAt) {
            // A failure is not lost: whoever asks once the old token has expired asks again and gets it.
            renewal.catch(() => undefined);
            return held.token;
        }
        try {
            return await renewal;
        }
        catch (error) {
            if (this.#now() < held.token.expiresAt)
                return held.token;
            throw error;
        }
    }
    /**
     * The token to go on with after Graph answered 401 to `rejected`. Where another has come since, that one; else a new
     * one, asked for once for all who wait.
     * @param claims the JSON of a claims challenge, which Entra must see to issue a token that Graph takes again.
     */
    async renew(rejected, claims) {
        if (this.#held?.token.value === rejected.value) {
            this.#held = undefined;
        }
        else if (this.#held !== undefined) {
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
            const asked = this.#now();
            const token = await this.#request.send(claims);
            const margin = Math.min(RENEWAL_MARGIN_MS, (token.expiresAt - asked) * RENEWAL_SHARE);
            this.#held = { token, renewAt: token.expiresAt - margin, waitAt: token.expiresAt - margin / 5 };
            return token;
        }
        catch (error) {
            const held = this.#held;
            if (held !== undefined)
                this.#nextRenewal = this.#now() + (held.token.expiresAt - held.renewAt) / 10;
            throw error;
        }
    }
}

;// CONCATENATED MODULE: ./src/auth/sign-in.ts



const DAY = 86_400_000;
/** From so many days before its end a certificate is warned of. */
const RENEWAL_DAYS = 30;
/** The source of the run's tokens, each asked for with a new assertion of the certificate. Asks for none by itself. */
function tokensByCertificate({ certificate, ...options }) {
    return new TokenSource({
        ...options,
        thumbprint: certificate.thumbprint,
        notAfter: certificate.notAfter,
        assertion: (audience) => clientAssertion(certificate, { clientId: options.clientId, audience, now: options.now() }),
    });
}
/** The source of the run's tokens, each asked for with a new OIDC token of GitHub. Asks for none by itself. */
function tokensByFederation({ oidc, audience, ...options }) {
    return new TokenSource({ ...options, assertion: () => (0,federated/* federatedAssertion */.F)(oidc, audience, options) });
}
/** Whole days until the certificate ends; negative once it has. `now`: epoch ms. */
function daysLeft(certificate, now) {
    return Math.floor((certificate.notAfter.getTime() - now) / DAY);
}
/** What to warn of while there is time: the next run may find the certificate expired. */
function certificateWarnings(certificate, now) {
    const left = daysLeft(certificate, now);
    if (left > RENEWAL_DAYS)
        return certificate.warnings;
    const end = certificate.notAfter.toISOString().slice(0, 10);
    const days = left === 1 ? '1 day' : `${left} days`;
    return [
        ...certificate.warnings,
        `The certificate in "pfx" ends on ${end}, in ${days} (thumbprint ${certificate.thumbprint}). Add a new one to the ` +
            'application beside it, then replace the secrets "pfx" and "pfx-password".',
    ];
}
/**
 * Where an administrator grants an application what it asks for.
 * https://learn.microsoft.com/entra/identity/enterprise-apps/grant-admin-consent
 */
function consentUrl({ authorityHost, tenantId, clientId, }) {
    return `${authorityHost}/${encodeURIComponent(tenantId)}/adminconsent?client_id=${encodeURIComponent(clientId)}`;
}


/***/ }),

/***/ 3839:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   c: () => (/* binding */ newDispatcher)
/* harmony export */ });
/* unused harmony export TIMEOUTS */
/* harmony import */ var undici__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(46752);
/* harmony import */ var _proxy_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(57856);


/** Graph needs about five round trips to mailboxes for a batch of 20, so slow responses are normal. */
const TIMEOUTS = { connect: 10_000, headers: 60_000, body: 60_000 };
const MAX_RESPONSE_BYTES = 64 * 1024 * 1024;
/**
 * The dispatcher for all HTTP requests. It reads HTTPS_PROXY and NO_PROXY, and rejects with a ProxyError if the proxy
 * fails. Plain http is used for loopback only, so no proxy applies to it.
 *
 * Idle connections are kept for a minute, so that a pause for Retry-After does not close them all. Only HTTP/1.1 is used:
 * with HTTP/2, all requests would share one connection and the server's limit of streams.
 */
function newDispatcher(timeouts = TIMEOUTS, env = process.env) {
    return new undici__WEBPACK_IMPORTED_MODULE_0__/* .EnvHttpProxyAgent */ .J2({
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
class ProxyConnections extends undici__WEBPACK_IMPORTED_MODULE_0__/* .Pool */ .bC {
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

/***/ 79407:
/***/ ((module, __webpack_exports__, __webpack_require__) => {

__webpack_require__.a(module, async (__webpack_handle_async_dependencies__, __webpack_async_result__) => { try {
__webpack_require__.r(__webpack_exports__);
/* harmony import */ var node_path__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(76760);
/* harmony import */ var node_path__WEBPACK_IMPORTED_MODULE_0___default = /*#__PURE__*/__webpack_require__.n(node_path__WEBPACK_IMPORTED_MODULE_0__);
/* harmony import */ var _actions_core__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(91659);
/* harmony import */ var _http_dispatcher_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(3839);
/* harmony import */ var _http_proxy_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(57856);
/* harmony import */ var _output_artifact_client_js__WEBPACK_IMPORTED_MODULE_8__ = __webpack_require__(58715);
/* harmony import */ var _output_page_assets_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(21024);
/* harmony import */ var _run_js__WEBPACK_IMPORTED_MODULE_5__ = __webpack_require__(91160);
/* harmony import */ var _runner_stop_signals_js__WEBPACK_IMPORTED_MODULE_7__ = __webpack_require__(44312);
/* harmony import */ var _young_generation_js__WEBPACK_IMPORTED_MODULE_6__ = __webpack_require__(95678);









(0,_young_generation_js__WEBPACK_IMPORTED_MODULE_6__/* .boundYoungGeneration */ .d)();
Object.assign(process.env, (0,_http_proxy_js__WEBPACK_IMPORTED_MODULE_3__/* .proxyWithScheme */ .zJ)(process.env));
const stop = (0,_runner_stop_signals_js__WEBPACK_IMPORTED_MODULE_7__/* .stopOnSignals */ .Z)(process);
const dispatcher = (0,_http_dispatcher_js__WEBPACK_IMPORTED_MODULE_2__/* .newDispatcher */ .c)();
await (0,_run_js__WEBPACK_IMPORTED_MODULE_5__/* .run */ .e)(process.env, {
    core: _actions_core__WEBPACK_IMPORTED_MODULE_1__,
    dispatcher,
    now: () => performance.timeOrigin + performance.now(),
    random: Math.random,
    loadArtifactClient: _output_artifact_client_js__WEBPACK_IMPORTED_MODULE_8__/* .loadArtifactClient */ .A,
    loadPageAssets: () => (0,_output_page_assets_js__WEBPACK_IMPORTED_MODULE_4__/* .readPageAssets */ .B)(node_path__WEBPACK_IMPORTED_MODULE_0___default().dirname(process.argv[1] ?? '.')),
    signal: stop.signal,
    deadline: stop.deadline,
});
stop.end();
await dispatcher.destroy();

__webpack_async_result__();
} catch(e) { __webpack_async_result__(e); } }, 1);

/***/ }),

/***/ 58715:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   A: () => (/* binding */ loadArtifactClient)
/* harmony export */ });
/** The real client, loaded when there is something to upload: it takes longer to start than all the rest. */
async function loadArtifactClient() {
    return new (await __webpack_require__.e(/* import() */ 584).then(__webpack_require__.bind(__webpack_require__, 20584))).DefaultArtifactClient();
}


/***/ }),

/***/ 86451:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   c: () => (/* binding */ outputError)
/* harmony export */ });
/* harmony import */ var _errors_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(83916);

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
/** The UserError `OUTPUT_UNWRITABLE` for a file that the disk does not take, whatever the file system threw. */
function outputError(path, thrown) {
    const reason = REASONS.get(codeOf(thrown)) ?? (0,_errors_js__WEBPACK_IMPORTED_MODULE_0__/* .describeError */ .Uc)(thrown);
    return new _errors_js__WEBPACK_IMPORTED_MODULE_0__/* .UserError */ .yo('OUTPUT_UNWRITABLE', `${path} cannot be written: ${reason}.`, {
        hint: 'Set "output-directory" to a folder that this step may write to and that has room, or leave it out for one under RUNNER_TEMP.',
        cause: thrown,
    });
}
function codeOf(thrown) {
    const named = typeof thrown === 'object' && thrown !== null && 'code' in thrown;
    return named && typeof thrown.code === 'string' ? thrown.code : '';
}


/***/ }),

/***/ 21024:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   B: () => (/* binding */ readPageAssets)
/* harmony export */ });
/* harmony import */ var node_fs_promises__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(51455);
/* harmony import */ var node_fs_promises__WEBPACK_IMPORTED_MODULE_0___default = /*#__PURE__*/__webpack_require__.n(node_fs_promises__WEBPACK_IMPORTED_MODULE_0__);
/* harmony import */ var node_path__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(76760);
/* harmony import */ var node_path__WEBPACK_IMPORTED_MODULE_1___default = /*#__PURE__*/__webpack_require__.n(node_path__WEBPACK_IMPORTED_MODULE_1__);


/**
 * Reads what the build put beside the action. Rejects where it is not there, which is a fault of the build.
 *
 * @param folder of the action's entry
 */
async function readPageAssets(folder) {
    const [script, style] = await Promise.all(['page.js', 'page.css'].map((name) => (0,node_fs_promises__WEBPACK_IMPORTED_MODULE_0__.readFile)(node_path__WEBPACK_IMPORTED_MODULE_1___default().join(folder, name), 'utf8')));
    if (script === undefined || style === undefined)
        throw new Error('the page has no script or no style sheet');
    return { script: script.trimEnd(), style: style.trimEnd() };
}


/***/ }),

/***/ 94436:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   b: () => (/* binding */ resultSentence)
/* harmony export */ });
/* harmony import */ var _text_numbers_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(92613);

/** What came of a run in a sentence: what is said of its result, or how many mailboxes were read. Plain text. */
function resultSentence({ message, mailboxCount, unreadCount, maxUnread }) {
    if (message !== '')
        return message;
    if (unreadCount === 0)
        return mailboxCount === 1 ? 'The mailbox was read.' : `All ${(0,_text_numbers_js__WEBPACK_IMPORTED_MODULE_0__/* .count */ .U9)(mailboxCount)} mailboxes were read.`;
    return `${(0,_text_numbers_js__WEBPACK_IMPORTED_MODULE_0__/* .count */ .U9)(unreadCount)} of ${(0,_text_numbers_js__WEBPACK_IMPORTED_MODULE_0__/* .counted */ .hS)(mailboxCount, 'mailbox', 'mailboxes')} could not be read; "max-unread" is ${maxUnread}.`;
}


/***/ }),

/***/ 92256:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   X: () => (/* binding */ someNames),
/* harmony export */   n: () => (/* binding */ MOST_NAMES)
/* harmony export */ });
/* harmony import */ var _text_numbers_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(92613);

/** More names than this say nothing to a reader. */
const MOST_NAMES = 20;
/** Names on one line: the first `most`, each as `shown` has it, and how many more there are. */
function someNames(all, shown, most = MOST_NAMES) {
    const names = all.slice(0, most).map(shown);
    if (all.length > names.length)
        names.push(`and ${(0,_text_numbers_js__WEBPACK_IMPORTED_MODULE_0__/* .count */ .U9)(all.length - names.length)} more`);
    return names.join(', ');
}


/***/ }),

/***/ 14885:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   Ie: () => (/* binding */ DISTRIBUTED_COLUMNS),
/* harmony export */   pH: () => (/* binding */ distributionSections),
/* harmony export */   pb: () => (/* binding */ firstDistribution)
/* harmony export */ });
/* harmony import */ var _markdown_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(72777);
/* harmony import */ var _text_numbers_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(92613);


/** Columns whose values the summary counts, in its order, with their headings. */
const TITLES = new Map([
    ['AutomaticReplyStatus', 'Automatic replies'],
    ['AutomaticReplyExternalAudience', 'Automatic replies to people outside'],
    ['TimeZone', 'Time zones'],
    ['Language', 'Languages'],
]);
/** Those whose heading names the values, so that a bare number counts them. */
const NAMES_VALUES = new Set(['TimeZone', 'Language']);
const MOST_VALUES = 15;
/** What a tally must count for the summary. */
const DISTRIBUTED_COLUMNS = [...TITLES.keys()];
/** As the first report that has the column counted it; undefined where none has, or nothing was counted. */
function firstDistribution(reports, column) {
    const [distribution] = reports.flatMap((report) => report.distribution(column) ?? []);
    return distribution === undefined || distribution.total === 0 ? undefined : distribution;
}
/** A folded table for each of those columns: the 15 most frequent values, and the rest in one row. Markdown. */
function distributionSections(reports) {
    return [...TITLES]
        .map(([column, title]) => {
        const distribution = firstDistribution(reports, column);
        return distribution === undefined ? '' : section(column, title, distribution);
    })
        .join('');
}
function section(column, title, distribution) {
    const { values, rest } = distribution.first(MOST_VALUES);
    const { total } = distribution;
    const row = (name, number) => [name, (0,_text_numbers_js__WEBPACK_IMPORTED_MODULE_1__/* .count */ .U9)(number), (0,_text_numbers_js__WEBPACK_IMPORTED_MODULE_1__/* .percentage */ .X1)(number, total)];
    const rows = values.map(({ value, count: number }) => row(value.trim() === '' ? '(not set)' : (0,_markdown_js__WEBPACK_IMPORTED_MODULE_0__/* .markdownText */ .p7)(value), number));
    if (rest > 0)
        rows.push(row('all others', rest));
    const table = (0,_markdown_js__WEBPACK_IMPORTED_MODULE_0__/* .markdownTable */ .Qj)(['', 'Mailboxes', 'Share'], rows);
    return (0,_markdown_js__WEBPACK_IMPORTED_MODULE_0__/* .folded */ .TM)(`${title}: ${howMany(column, distribution)}`, table);
}
function howMany(column, { values, other }) {
    const number = `${other > 0 ? 'over ' : ''}${(0,_text_numbers_js__WEBPACK_IMPORTED_MODULE_1__/* .count */ .U9)(values.length)}`;
    if (NAMES_VALUES.has(column))
        return number;
    return `${number} ${values.length === 1 ? 'value' : 'values'}`;
}


/***/ }),

/***/ 65338:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   Nn: () => (/* binding */ mostUrgentFirst),
/* harmony export */   Qo: () => (/* binding */ NEEDS),
/* harmony export */   U4: () => (/* binding */ policySection),
/* harmony export */   md: () => (/* binding */ worstFirst)
/* harmony export */ });
/* harmony import */ var _sink_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(73126);
/* harmony import */ var _markdown_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(72777);
/* harmony import */ var _some_names_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(92256);
/* harmony import */ var _text_numbers_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(92613);




const MOST_RULES = 50;
/** How many rules stand open; the others fold. */
const OPEN_RULES = 10;
const MOST_EXEMPTIONS = 100;
const MOST_PATTERNS = 5;
const LONGEST_TITLE = 200;
/** How many offenders stand open; the others fold. */
const OPEN_OFFENDERS = 5;
/** Of one mailbox; violations.csv has them all. */
const MOST_FINDINGS = 3;
/**
 * What came of a policy: its rules, the mailboxes with most violations, and its exemptions. Mailboxes and exemptions are
 * `most` at most, where that is less than there is room for otherwise. Markdown, bounded whatever the tenant.
 */
function policySection({ file, tally, exemptions }, detail, most = Number.POSITIVE_INFINITY) {
    return [
        `### Policy ${(0,_markdown_js__WEBPACK_IMPORTED_MODULE_0__/* .markdownText */ .p7)(file, 300)}\n\n`,
        rulesTable(tally.rules),
        detail === 'full' ? offenders(tally, most) : '',
        exemptionsTable(exemptions, detail, Math.min(most, MOST_EXEMPTIONS)),
    ].join('');
}
/** Of many, those that most mailboxes break stand open. */
function rulesTable(rules) {
    if (rules.length <= OPEN_RULES)
        return rulesRows(rules);
    const sorted = rules.toSorted(worstFirst);
    const next = sorted.slice(OPEN_RULES, MOST_RULES);
    const rest = rules.length - OPEN_RULES - next.length;
    const more = rest > 0 ? `and ${(0,_text_numbers_js__WEBPACK_IMPORTED_MODULE_2__/* .count */ .U9)(rest)} more\n\n` : '';
    return (rulesRows(sorted.slice(0, OPEN_RULES)) +
        (0,_markdown_js__WEBPACK_IMPORTED_MODULE_0__/* .folded */ .TM)(`The next ${(0,_text_numbers_js__WEBPACK_IMPORTED_MODULE_2__/* .counted */ .hS)(next.length, 'rule', 'rules')}`, rulesRows(next) + more));
}
function rulesRows(rules) {
    const rows = rules.map(({ rule, passed, failed, warned, exempt, inconclusive }) => [
        `${mark({ passed, failed, warned, exempt, inconclusive })} ${(0,_markdown_js__WEBPACK_IMPORTED_MODULE_0__/* .markdownCode */ .D9)(rule.id)}` +
            (rule.title === rule.id ? '' : ` ${(0,_markdown_js__WEBPACK_IMPORTED_MODULE_0__/* .markdownText */ .p7)(rule.title, LONGEST_TITLE)}`) +
            (rule.severity === 'warning' ? ' (warning)' : ''),
        ...[passed, failed + warned, exempt, inconclusive].map(_text_numbers_js__WEBPACK_IMPORTED_MODULE_2__/* .count */ .U9),
    ]);
    return (0,_markdown_js__WEBPACK_IMPORTED_MODULE_0__/* .markdownTable */ .Qj)(['Rule', 'Passed', 'Failed', 'Exempt', 'Inconclusive'], rows);
}
/** Orders rules: those that most mailboxes break first, then those of which most is not known. */
function worstFirst(one, other) {
    return other.failed - one.failed || other.warned - one.warned || other.inconclusive - one.inconclusive;
}
/** Of what is not known, nothing passed; and neither of a rule that concerns nobody. */
function mark({ passed, failed, warned, exempt, inconclusive }) {
    if (failed > 0)
        return '❌';
    if (warned > 0)
        return '⚠️';
    if (inconclusive > 0)
        return '❔';
    return passed + exempt === 0 ? '➖' : '✅';
}
function offenders({ offenders: all, offenderCount }, most) {
    if (all.length === 0)
        return '';
    const rows = all.slice(0, most).map(offenderRow);
    const next = rows.slice(OPEN_OFFENDERS);
    const rest = offenderCount - rows.length;
    return [
        '### Most violations\n\n',
        rows.length === 0 ? '' : offendersTable(rows.slice(0, OPEN_OFFENDERS)),
        next.length === 0 ? '' : (0,_markdown_js__WEBPACK_IMPORTED_MODULE_0__/* .folded */ .TM)(`The next ${(0,_text_numbers_js__WEBPACK_IMPORTED_MODULE_2__/* .counted */ .hS)(next.length, 'mailbox', 'mailboxes')}`, offendersTable(next)),
        rest > 0 ? `and ${(0,_text_numbers_js__WEBPACK_IMPORTED_MODULE_2__/* .counted */ .hS)(rest, 'more mailbox', 'more mailboxes')}: see violations.csv\n\n` : '',
    ].join('');
}
function offendersTable(rows) {
    return (0,_markdown_js__WEBPACK_IMPORTED_MODULE_0__/* .markdownTable */ .Qj)(['Mailbox', 'Listed at', 'Found and expected'], rows, false);
}
function offenderRow({ address, file, line, findings, findingCount }) {
    const told = findings
        .slice(0, MOST_FINDINGS)
        .map((finding) => `${(0,_markdown_js__WEBPACK_IMPORTED_MODULE_0__/* .markdownCode */ .D9)(finding.rule)}: ${(0,_markdown_js__WEBPACK_IMPORTED_MODULE_0__/* .markdownText */ .p7)((0,_sink_js__WEBPACK_IMPORTED_MODULE_3__/* .findingText */ .N)(finding))}`);
    if (findingCount > told.length)
        told.push(`and ${(0,_text_numbers_js__WEBPACK_IMPORTED_MODULE_2__/* .count */ .U9)(findingCount - told.length)} more`);
    return [(0,_markdown_js__WEBPACK_IMPORTED_MODULE_0__/* .markdownCode */ .D9)(address), (0,_markdown_js__WEBPACK_IMPORTED_MODULE_0__/* .markdownText */ .p7)(`${file}, line ${line}`, 300), told.join('<br>')];
}
/** Whether an exemption is needed, in words. */
const NEEDS = { 'in-use': 'in use', unused: 'unused', unknown: 'not known' };
function stateOf({ expired, endsSoon, daysLeft, need }) {
    if (expired)
        return '**expired**';
    return endsSoon ? `${NEEDS[need]}, **${(0,_text_numbers_js__WEBPACK_IMPORTED_MODULE_2__/* .counted */ .hS)(daysLeft, 'day', 'days')} left**` : NEEDS[need];
}
/** Those of which somebody has to do something come first; of each kind, in the policy's order. */
function mostUrgentFirst(exemptions) {
    return exemptions.toSorted((one, other) => urgency(one) - urgency(other));
}
function urgency({ expired, endsSoon, need }) {
    if (expired)
        return 0;
    if (endsSoon)
        return 1;
    return need === 'unused' ? 2 : 3;
}
/** Under `counts` neither mailboxes nor what people wrote of them. */
function exemptionsTable(exemptions, detail, most) {
    if (exemptions.length === 0)
        return '';
    const header = ['Exemption', 'Last day', 'State', 'Covers'];
    const shown = mostUrgentFirst(exemptions).slice(0, most);
    const rows = shown.map((use) => {
        const { rule, mailboxes, reason, owner, expires } = use.exemption;
        const row = [(0,_markdown_js__WEBPACK_IMPORTED_MODULE_0__/* .markdownCode */ .D9)(rule), expires, stateOf(use), (0,_text_numbers_js__WEBPACK_IMPORTED_MODULE_2__/* .count */ .U9)(use.covered)];
        if (detail === 'counts')
            return row;
        const patterns = mailboxes.map(({ pattern }) => pattern);
        return [
            ...row,
            (0,_some_names_js__WEBPACK_IMPORTED_MODULE_1__/* .someNames */ .X)(patterns, _markdown_js__WEBPACK_IMPORTED_MODULE_0__/* .markdownCode */ .D9, MOST_PATTERNS),
            (0,_markdown_js__WEBPACK_IMPORTED_MODULE_0__/* .markdownText */ .p7)(reason, 200),
            (0,_markdown_js__WEBPACK_IMPORTED_MODULE_0__/* .markdownText */ .p7)(owner, 100),
        ];
    });
    const rest = exemptions.length - shown.length;
    const more = rest > 0 ? `and ${(0,_text_numbers_js__WEBPACK_IMPORTED_MODULE_2__/* .count */ .U9)(rest)} more\n\n` : '';
    const full = detail === 'full' ? ['Mailboxes', 'Reason', 'Owner'] : [];
    const table = rows.length === 0 ? '' : (0,_markdown_js__WEBPACK_IMPORTED_MODULE_0__/* .markdownTable */ .Qj)([...header, ...full], rows, false);
    return (0,_markdown_js__WEBPACK_IMPORTED_MODULE_0__/* .folded */ .TM)(exemptionsLine(exemptions), table + more);
}
/** What somebody has to do something about is told without opening it. */
function exemptionsLine(exemptions) {
    const told = [
        { number: exemptions.filter(({ expired }) => expired).length, state: 'expired' },
        { number: exemptions.filter(({ endsSoon }) => endsSoon).length, state: 'ending soon' },
        { number: exemptions.filter(({ expired, need }) => need === 'unused' && !expired).length, state: 'unused' },
    ].filter(({ number }) => number > 0);
    const states = told.map(({ number, state }) => `${(0,_text_numbers_js__WEBPACK_IMPORTED_MODULE_2__/* .count */ .U9)(number)} ${state}`).join(', ');
    return `Exemptions: ${(0,_text_numbers_js__WEBPACK_IMPORTED_MODULE_2__/* .count */ .U9)(exemptions.length)}${states === '' ? '' : ` (${states})`}`;
}


/***/ }),

/***/ 50221:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   G: () => (/* binding */ openTextFile)
/* harmony export */ });
/* unused harmony export TextFile */
/* harmony import */ var node_fs__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(73024);
/* harmony import */ var node_fs__WEBPACK_IMPORTED_MODULE_0___default = /*#__PURE__*/__webpack_require__.n(node_fs__WEBPACK_IMPORTED_MODULE_0__);
/* harmony import */ var node_path__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(76760);
/* harmony import */ var node_path__WEBPACK_IMPORTED_MODULE_1___default = /*#__PURE__*/__webpack_require__.n(node_path__WEBPACK_IMPORTED_MODULE_1__);
/* harmony import */ var _output_error_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(86451);



/** Characters that are collectedRows before the disk is asked to take them. */
const CHUNK = 64 * 1024;
/**
 * Opens a file for text in UTF-8, making its folder where it is missing. A file that stands there is overwritten. Throws
 * the UserError `OUTPUT_UNWRITABLE` at once where the path cannot be written, so that nothing is asked of Graph for a file
 * that has no place to go.
 */
function openTextFile(file, start = '') {
    try {
        (0,node_fs__WEBPACK_IMPORTED_MODULE_0__.mkdirSync)(node_path__WEBPACK_IMPORTED_MODULE_1___default().dirname(file), { recursive: true });
        return new TextFile(file, (0,node_fs__WEBPACK_IMPORTED_MODULE_0__.createWriteStream)(file, { fd: (0,node_fs__WEBPACK_IMPORTED_MODULE_0__.openSync)(file, 'w') }), start);
    }
    catch (error) {
        throw (0,_output_error_js__WEBPACK_IMPORTED_MODULE_2__/* .outputError */ .c)(file, error);
    }
}
/**
 * A text that is being written, of any length: in memory stands one chunk of it. Whatever was written before a run is
 * cancelled stands in the file once it is closed.
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
            this.#failure = (0,_output_error_js__WEBPACK_IMPORTED_MODULE_2__/* .outputError */ .c)(file, error);
        });
    }
    /**
     * Adds text. Where it gives a promise, the disk is behind: wait for it before the next text, or it piles up in memory.
     * Throws, or rejects with, the UserError `OUTPUT_UNWRITABLE` where the disk failed.
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
    /** Adds what stands in another file, or its first bytes. Rejects as `write` does. */
    async append(file, bytes = Infinity) {
        if (bytes === 0)
            return;
        try {
            const chunks = (0,node_fs__WEBPACK_IMPORTED_MODULE_0__.createReadStream)(file, { encoding: 'utf8', end: bytes - 1 });
            for await (const chunk of chunks)
                await this.write(chunk);
        }
        catch (error) {
            throw this.#failure ?? (0,_output_error_js__WEBPACK_IMPORTED_MODULE_2__/* .outputError */ .c)(file, error);
        }
    }
    /**
     * Resolves when all text stands in the file, with `end` behind it; a second call gives the same promise. Rejects as
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

/***/ 75187:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   JJ: () => (/* binding */ worse),
/* harmony export */   QZ: () => (/* binding */ worst),
/* harmony export */   js: () => (/* binding */ weightier)
/* harmony export */ });
const WEIGHT = { pass: 0, exempt: 1, warn: 2, inconclusive: 3, fail: 4 };
/** The worse of two verdicts. */
function worse(one, other) {
    return WEIGHT[other] > WEIGHT[one] ? other : one;
}
const WEIGHT_OF_ROWS = { pass: 0, inconclusive: 1, exempt: 2, warn: 3, fail: 4 };
/**
 * What one rule says of two rows together. What is known outweighs what is not: a row that Graph keeps back must not hide
 * that another breaks the rule.
 */
function weightier(one, other) {
    return WEIGHT_OF_ROWS[other] > WEIGHT_OF_ROWS[one] ? other : one;
}
/** The worst of some verdicts; `pass` where there is none. */
function worst(verdicts) {
    let found = 'pass';
    for (const verdict of verdicts)
        found = worse(found, verdict);
    return found;
}


/***/ }),

/***/ 91160:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  e: () => (/* binding */ run)
});

// EXTERNAL MODULE: external "node:crypto"
var external_node_crypto_ = __webpack_require__(77598);
// EXTERNAL MODULE: ./src/errors.ts
var errors = __webpack_require__(83916);
;// CONCATENATED MODULE: ./src/auth/certificate.ts


/** SHA-1 of a certificate in upper-case hexadecimal, as the portal and Windows show it. */
function thumbprintOf(certificate) {
    return (0,external_node_crypto_.createHash)('sha1').update(certificate.raw).digest('hex').toUpperCase();
}
/** Gives the certificate its names and dates. The key must be the certificate's own. */
function clientCertificate(privateKey, certificate) {
    const bits = privateKey.asymmetricKeyDetails?.modulusLength ?? 0;
    const thumbprint = thumbprintOf(certificate);
    return {
        privateKey,
        certificate,
        thumbprint,
        x5tS256: (0,external_node_crypto_.createHash)('sha256').update(certificate.raw).digest('base64url'),
        notBefore: certificate.validFromDate,
        notAfter: certificate.validToDate,
        warnings: bits < 2048
            ? [`The key of certificate ${thumbprint} has ${bits} bits. Make a new certificate of 2048 bits or more.`]
            : [],
    };
}
/**
 * Hands the certificate back where `now` lies within its dates; Entra would refuse it otherwise, with less to go on.
 * Throws UserError EXPIRED or NOT_YET_VALID.
 */
function requireValid(certificate, now) {
    const { thumbprint, notBefore, notAfter } = certificate;
    const span = `it is valid from ${notBefore.toISOString()} to ${notAfter.toISOString()}`;
    if (now.getTime() > notAfter.getTime()) {
        throw new errors/* UserError */.yo('EXPIRED', `The certificate in "pfx" has expired: ${span}. Its thumbprint is ${thumbprint}.`, {
            hint: 'Make a new certificate, upload its public part to the application (App registrations > your application > ' +
                'Certificates & secrets) and put the new PFX into the secret behind "pfx".',
        });
    }
    if (now.getTime() < notBefore.getTime()) {
        throw new errors/* UserError */.yo('NOT_YET_VALID', `The certificate in "pfx" is not valid yet: ${span}. Its thumbprint is ${thumbprint}.`, {
            hint: `Use a certificate that is valid today, or check the clock of this runner: it says ${now.toISOString()}.`,
        });
    }
    return certificate;
}

// EXTERNAL MODULE: ./src/auth/federated.ts
var federated = __webpack_require__(31082);
;// CONCATENATED MODULE: ./src/auth/pkcs12/der.ts
/** The bytes are no BER: cut short, damaged, or something else altogether. */
class DerError extends Error {
    name = 'DerError';
}
const INTEGER = 0x02;
const OCTET_STRING = 0x04;
const OBJECT_IDENTIFIER = 0x06;
const SEQUENCE = 0x30;
/** `[0]`, constructed: what PKCS#7 wraps explicit content in. */
const EXPLICIT_0 = 0xa0;
const CONSTRUCTED = 0x20;
const DEEPEST = 32;
/** Reads the element at an offset and passes over what follows it. Throws DerError. */
function readElement(bytes, at = 0, depth = 0) {
    const tag = bytes[at];
    const first = bytes[at + 1];
    if (tag === undefined || first === undefined)
        throw new DerError('an element is cut short');
    if ((tag & 0x1f) === 0x1f)
        throw new DerError('a tag number of more than one byte');
    if (depth > DEEPEST)
        throw new DerError('elements are nested too deep');
    const start = at + 2;
    if (first === 0x80)
        return indefinite(bytes, tag, start, depth);
    if (first < 0x80)
        return definite(bytes, tag, start, first);
    const size = first & 0x7f;
    if (size > 4 || start + size > bytes.length)
        throw new DerError('a length that cannot be');
    return definite(bytes, tag, start + size, bytes.readUIntBE(start, size));
}
function definite(bytes, tag, start, length) {
    const end = start + length;
    if (end > bytes.length)
        throw new DerError('an element is longer than what holds it');
    return { tag, content: bytes.subarray(start, end), end };
}
function indefinite(bytes, tag, start, depth) {
    if ((tag & CONSTRUCTED) === 0)
        throw new DerError('an indefinite length on a primitive element');
    for (let at = start;; at = readElement(bytes, at, depth + 1).end) {
        if (bytes[at] === 0 && bytes[at + 1] === 0)
            return { tag, content: bytes.subarray(start, at), end: at + 2 };
    }
}
/** The elements inside a constructed element. Throws DerError, also where it is another than `tag`. */
function children(element, tag = SEQUENCE) {
    const { content } = expectTag(element, tag);
    const found = [];
    for (let at = 0; at < content.length;) {
        const child = readElement(content, at);
        found.push(child);
        at = child.end;
    }
    return found;
}
/** The one element inside an explicit `[0]`. Throws DerError. */
function explicit(element) {
    return readElement(expectTag(element, EXPLICIT_0).content);
}
/**
 * The bytes of an OCTET STRING, or of one with an implicit tag; BER writers cut long ones into pieces, which are joined.
 * Throws DerError.
 */
function octets(element, tag = OCTET_STRING, depth = 0) {
    if (element?.tag === tag)
        return element.content;
    if (depth > DEEPEST)
        throw new DerError('elements are nested too deep');
    return Buffer.concat(children(element, tag | CONSTRUCTED).map((piece) => octets(piece, OCTET_STRING, depth + 1)));
}
/** A whole number from 0; Infinity where it is too large to count with. Throws DerError. */
function integer(element) {
    const { content } = expectTag(element, INTEGER);
    if (content.length === 0 || (content[0] ?? 0) >= 0x80)
        throw new DerError('a number below zero');
    const digits = content.toString('hex').replace(/^0+/, '');
    return digits.length > 12 ? Infinity : Number(`0x0${digits}`);
}
/** An object identifier in dotted form. Throws DerError. */
function oid(element) {
    const { content } = expectTag(element, OBJECT_IDENTIFIER);
    const arcs = [];
    let arc = 0;
    for (const byte of content) {
        arc = arc * 128 + (byte & 0x7f);
        if (byte < 0x80) {
            arcs.push(arc);
            arc = 0;
        }
    }
    const [head = 0, ...rest] = arcs;
    const root = Math.min(2, Math.floor(head / 40));
    return [root, head - root * 40, ...rest].join('.');
}
function expectTag(element, tag) {
    if (element?.tag !== tag) {
        throw new DerError(`a tag ${element?.tag.toString(16) ?? '(none)'} where ${tag.toString(16)} was expected`);
    }
    return element;
}

;// CONCATENATED MODULE: ./src/auth/pkcs12/errors.ts

const ENCODE = 'Encode the PFX file itself: base64 -w0 app.pfx on Linux, base64 -i app.pfx on macOS, or ' +
    '[Convert]::ToBase64String([IO.File]::ReadAllBytes("$PWD\\app.pfx")) in PowerShell; then store the text as the secret.';
const PAIR = 'Export the certificate together with its private key: Export-PfxCertificate in PowerShell, or ' +
    'openssl pkcs12 -export -inkey key.pem -in certificate.pem -out app.pfx';
const REWRITE = 'Write the file again: openssl pkcs12 -legacy -in app.pfx -nodes -out app.pem, then ' +
    'openssl pkcs12 -export -in app.pem -keypbe AES-256-CBC -certpbe AES-256-CBC -macalg sha256 -out new.pfx, and delete app.pem.';
const HINTS = {
    EMPTY: 'Store the PFX in base64 as a secret and pass it: pfx: ${{ secrets.PFX }}. A secret that does not exist gives an ' +
        'empty text, and workflows from forks get no secrets.',
    NOT_BASE64: ENCODE,
    IS_PEM: 'Make a PFX of it: openssl pkcs12 -export -inkey key.pem -in certificate.pem -out app.pfx; then store that file in ' +
        'base64.',
    NOT_PFX: ENCODE,
    BAD_PASSWORD: 'Set "pfx-password" to the password that the PFX was exported with. Blanks and line breaks at its ends count: store ' +
        'the secret without a final line break. If the password is right, the file was damaged: encode it again.',
    KEY_PASSWORD: 'Export it again with one password for the file and for the key. With keytool: keytool -importkeystore -srckeystore ' +
        'app.pfx -destkeystore new.pfx -deststoretype PKCS12 with equal -deststorepass and -destkeypass.',
    NO_PRIVATE_KEY: `${PAIR}. In the Windows dialog choose "Yes, export the private key".`,
    NO_CERTIFICATE: `${PAIR}.`,
    KEY_NOT_RSA: 'Entra ID takes assertions of RSA keys alone. Make a certificate with an RSA key of 2048 bits or more, register it ' +
        'on the application and use its PFX.',
    KEY_CERT_MISMATCH: `${PAIR}.`,
    MANY_KEYS: 'Export the one certificate that is registered on the application, with its key alone.',
    UNSUPPORTED: REWRITE,
};
/**
 * What is wrong with the PFX, in words that name the inputs `pfx` and `pfx-password`. The message must carry nothing of
 * the key or the password.
 */
function pfxError(code, message, extra = {}) {
    return new errors/* UserError */.yo(code, message, { hint: extra.hint ?? HINTS[code], cause: extra.cause });
}
/** NOT_PFX: a certificate alone, as a `.cer` holds it; base64 of it would be none the better. */
function onlyCertificate(cause) {
    const message = 'The input "pfx" is no PFX file: it is a certificate without its key (.cer).';
    return pfxError('NOT_PFX', message, { hint: HINTS.NO_PRIVATE_KEY, cause });
}
/** UNSUPPORTED: `what` names an algorithm or a form that this reader does not open. */
function unsupported(what) {
    return pfxError('UNSUPPORTED', `The PFX in "pfx" uses ${what}, which this action does not read.`);
}

;// CONCATENATED MODULE: ./src/auth/pkcs12/derivation-budget.ts

/**
 * What a file may cost its reader, all derivations together, in rounds of PBKDF2 with HMAC-SHA-1 or 256: some 130 ns
 * each. Half a second, also for a file that somebody crafted or a transfer damaged: MACs of 600,000 rounds of the PKCS#12
 * derivation are met in practice.
 */
const UNPROVEN = 4_400_000;
/** Key, IV and certificates of a file with 600,000 rounds of the PKCS#12 derivation: some three seconds. */
const PROVEN = 26_000_000;
/** One derivation: a key of 24 bytes from 600,000 rounds of the PKCS#12 derivation. A second, whoever made the file. */
const LONGEST = 8_400_000;
/** HMAC-SHA-384 and 512 take more than three times as long as the shorter ones. */
const WIDE_DIGEST = 32;
const WIDE_PBKDF2 = 4;
/** A round of the PKCS#12 derivation is a call of node:crypto, most of it on the way there and back. */
const PKCS12 = 7;
const WIDE_PKCS12 = 9;
/**
 * Bounds what a file can make its reader do: a count of 2^31 rounds would hang it. PendingRequest before any derivation, and
 * counts over the whole file, for it may hold many small ones.
 */
class DerivationBudget {
    #most = UNPROVEN;
    #spent = 0;
    /** What was allowed so far, in the unit of `UNPROVEN`. */
    get spent() {
        return this.#spent;
    }
    /** To be told when the password fits: who knows it made the file, and it may cost more. Counts from there. */
    proven() {
        if (this.#most === PROVEN)
            return;
        this.#most = PROVEN;
        this.#spent = 0;
    }
    /** For `length` bytes of key from HMACs of `digestLength` bytes. Throws UserError UNSUPPORTED. */
    pbkdf2(iterations, length, digestLength) {
        this.#spend(iterations, Math.ceil(length / digestLength) * (digestLength > WIDE_DIGEST ? WIDE_PBKDF2 : 1));
    }
    /** For `length` bytes of key from hashes of `digestLength` bytes. Throws UserError UNSUPPORTED. */
    pkcs12(iterations, length, digestLength) {
        this.#spend(iterations, Math.ceil(length / digestLength) * (digestLength > WIDE_DIGEST ? WIDE_PKCS12 : PKCS12));
    }
    #spend(iterations, cost) {
        const left = Math.min(this.#most - this.#spent, LONGEST);
        if (iterations * cost > left)
            throw tooMany(iterations, Math.floor(Math.min(this.#most, LONGEST) / cost));
        this.#spent += iterations * cost;
    }
}
function tooMany(iterations, most) {
    const count = Number.isFinite(iterations) ? iterations.toLocaleString('en-US') : 'endless';
    return unsupported(`a key derivation of ${count} iterations (at most ${most.toLocaleString('en-US')} in all)`);
}

// EXTERNAL MODULE: ./node_modules/node-forge/lib/rc2.js
var rc2 = __webpack_require__(86893);
var rc2_default = /*#__PURE__*/__webpack_require__.n(rc2);
// EXTERNAL MODULE: ./node_modules/node-forge/lib/util.js
var util = __webpack_require__(97456);
var util_default = /*#__PURE__*/__webpack_require__.n(util);
;// CONCATENATED MODULE: ./src/auth/pkcs12/pbkdf2.ts



const PBKDF2 = '1.2.840.113549.1.5.12';
const SCRYPT = '1.3.6.1.4.1.11591.4.11';
/** HMACs by object identifier: RFC 8018, appendix B.1. */
const HMACS = {
    '1.2.840.113549.2.7': { name: 'sha1', length: 20 },
    '1.2.840.113549.2.8': { name: 'sha224', length: 28 },
    '1.2.840.113549.2.9': { name: 'sha256', length: 32 },
    '1.2.840.113549.2.10': { name: 'sha384', length: 48 },
    '1.2.840.113549.2.11': { name: 'sha512', length: 64 },
    '1.2.840.113549.2.13': { name: 'sha512-256', length: 32 },
};
const SHA1 = { name: 'sha1', length: 20 };
/** The HMAC that an algorithm identifier names. Throws UserError UNSUPPORTED, DerError. */
function hmacDigest(algorithm) {
    const name = oid(children(algorithm)[0]);
    const digest = HMACS[name];
    if (digest === undefined)
        throw unsupported(`the HMAC ${name}`);
    return digest;
}
/** Reads the algorithm identifier of a key derivation. Throws UserError UNSUPPORTED, DerError. */
function readPbkdf2(algorithm) {
    const [name, parameters] = children(algorithm);
    const derivation = oid(name);
    if (derivation !== PBKDF2) {
        throw unsupported(`the key derivation ${derivation === SCRYPT ? 'scrypt' : derivation}`);
    }
    const [salt, iterations, ...optional] = children(parameters);
    const keyLength = optional.find(({ tag }) => tag === INTEGER);
    const prf = optional.find(({ tag }) => tag === SEQUENCE);
    const rounds = integer(iterations);
    if (rounds === 0)
        throw new DerError('a key derivation without iterations');
    return {
        salt: octets(salt),
        iterations: rounds,
        keyLength: keyLength === undefined ? undefined : integer(keyLength),
        digest: prf === undefined ? SHA1 : hmacDigest(prf),
    };
}
/** Throws UserError UNSUPPORTED where the budget does not allow it. */
function derivePbkdf2(pbkdf2, password, length, budget) {
    const { salt, iterations, digest } = pbkdf2;
    budget.pbkdf2(iterations, length, digest.length);
    return (0,external_node_crypto_.pbkdf2Sync)(password, salt, iterations, length, digest.name);
}

;// CONCATENATED MODULE: ./src/auth/pkcs12/kdf.ts

/** What the bytes are for: the ID of RFC 7292, appendix B.3. */
const KEY = 1;
const IV = 2;
const MAC = 3;
/** The key derivation of PKCS#12: RFC 7292, appendix B.2, whose letters are kept. */
function pkcs12Kdf(derivation) {
    const { digest, digestLength, purpose, iterations, length } = derivation;
    const v = digestLength > 32 ? 128 : 64;
    const D = Buffer.alloc(v, purpose);
    const I = Buffer.concat([repeated(derivation.salt, v), repeated(derivation.password, v)]);
    const blocks = [];
    for (let made = 0; made < length; made += digestLength) {
        let A = (0,external_node_crypto_.hash)(digest, Buffer.concat([D, I]), 'buffer');
        for (let round = 1; round < iterations; round++)
            A = (0,external_node_crypto_.hash)(digest, A, 'buffer');
        blocks.push(A);
        const B = Buffer.alloc(v, A);
        for (let block = 0; block < I.length; block += v)
            addOnePlus(I.subarray(block, block + v), B);
    }
    return Buffer.concat(blocks).subarray(0, length);
}
/** Copies of the bytes to the next multiple of `v`. */
function repeated(bytes, v) {
    return bytes.length === 0 ? bytes : Buffer.alloc(v * Math.ceil(bytes.length / v), bytes);
}
/** I_j = (I_j + B + 1) mod 2^v, big-endian, in place. */
function addOnePlus(target, addend) {
    let carry = 1;
    for (let at = target.length - 1; at >= 0; at--) {
        carry += (target[at] ?? 0) + (addend[at] ?? 0);
        target[at] = carry & 0xff;
        carry >>= 8;
    }
}

;// CONCATENATED MODULE: ./src/auth/pkcs12/decryption.ts







const PBES2 = '1.2.840.113549.1.5.13';
/** RFC 8018, appendix B.2, and RFC 3565. */
const PBES2_CIPHERS = {
    '2.16.840.1.101.3.4.1.2': decryption_native('aes-128-cbc', 16, 16),
    '2.16.840.1.101.3.4.1.22': decryption_native('aes-192-cbc', 24, 16),
    '2.16.840.1.101.3.4.1.42': decryption_native('aes-256-cbc', 32, 16),
    '1.2.840.113549.3.7': decryption_native('des-ede3-cbc', 24, 8),
};
/** RFC 7292, appendix C. */
const PKCS12_CIPHERS = {
    '1.2.840.113549.1.12.1.3': decryption_native('des-ede3-cbc', 24, 8),
    '1.2.840.113549.1.12.1.4': twoKeyTripleDes(),
    '1.2.840.113549.1.12.1.5': rc2Cbc(16),
    '1.2.840.113549.1.12.1.6': rc2Cbc(5),
};
const NAMES = {
    '1.2.840.113549.1.12.1.1': 'PBE-SHA1-RC4-128',
    '1.2.840.113549.1.12.1.2': 'PBE-SHA1-RC4-40',
    '1.2.840.113549.1.5.3': 'PBE-MD5-DES',
    '1.2.840.113549.1.5.6': 'PBE-MD5-RC2-64',
    '1.2.840.113549.1.5.10': 'PBE-SHA1-DES',
    '1.2.840.113549.1.5.11': 'PBE-SHA1-RC2-64',
    '2.16.840.1.101.3.4.1.6': 'AES-128-GCM',
    '2.16.840.1.101.3.4.1.46': 'AES-256-GCM',
    '1.2.840.113549.3.2': 'RC2-CBC',
};
/**
 * What the ciphertext may say under each form of the password, tried one after another as they are asked for; nothing
 * where no form gives a sound padding. A wrong password passes that test by chance once in 256, so the caller has to
 * read the result. Throws UserError UNSUPPORTED, DerError.
 */
function* decryptions(algorithm, ciphertext, password, budget) {
    const [name, parameters] = children(algorithm);
    const scheme = oid(name);
    const keys = scheme === PBES2 ? pbes2(parameters, password, budget) : pkcs12(scheme, parameters, password, budget);
    for (const { cipher, key, iv } of keys) {
        if (ciphertext.length === 0 || ciphertext.length % cipher.blockLength !== 0)
            return;
        const text = unpadded(cipher.decrypt(key, iv, ciphertext), cipher.blockLength);
        if (text !== undefined)
            yield text;
    }
}
function* pbes2(parameters, password, budget) {
    const [derivation, encryption] = children(parameters);
    const pbkdf2 = readPbkdf2(derivation);
    const [name, ivElement] = children(encryption);
    const cipher = PBES2_CIPHERS[oid(name)];
    if (cipher === undefined)
        throw unsupported(`the cipher ${NAMES[oid(name)] ?? oid(name)}`);
    const iv = octets(ivElement);
    if (iv.length !== cipher.blockLength)
        throw new DerError('an initialisation vector of the wrong length');
    for (const bytes of password.pbkdf2)
        yield { cipher, key: derivePbkdf2(pbkdf2, bytes, cipher.keyLength, budget), iv };
}
function* pkcs12(scheme, parameters, password, budget) {
    const cipher = PKCS12_CIPHERS[scheme];
    if (cipher === undefined)
        throw unsupported(`the encryption ${NAMES[scheme] ?? scheme}`);
    const [saltElement, iterationsElement] = children(parameters);
    const salt = octets(saltElement);
    const iterations = integer(iterationsElement);
    if (iterations === 0)
        throw new DerError('a key derivation without iterations');
    for (const bytes of password.pkcs12) {
        const derive = (purpose, length) => {
            budget.pkcs12(iterations, length, 20);
            return pkcs12Kdf({ digest: 'sha1', digestLength: 20, purpose, password: bytes, salt, iterations, length });
        };
        yield { cipher, key: derive(KEY, cipher.keyLength), iv: derive(IV, cipher.blockLength) };
    }
}
function decryption_native(name, keyLength, blockLength) {
    return {
        keyLength,
        blockLength,
        decrypt: (key, iv, ciphertext) => {
            const decipher = (0,external_node_crypto_.createDecipheriv)(name, key, iv).setAutoPadding(false);
            return Buffer.concat([decipher.update(ciphertext), decipher.final()]);
        },
    };
}
function twoKeyTripleDes() {
    const three = decryption_native('des-ede3-cbc', 24, 8);
    return {
        ...three,
        keyLength: 16,
        decrypt: (key, iv, ciphertext) => three.decrypt(Buffer.concat([key, key.subarray(0, 8)]), iv, ciphertext),
    };
}
/** OpenSSL 3 keeps RC2 in its legacy provider, which Node does not load. */
function rc2Cbc(keyLength) {
    return {
        keyLength,
        blockLength: 8,
        decrypt: (key, iv, ciphertext) => {
            const cipher = rc2_default().createDecryptionCipher(key.toString('latin1'), keyLength * 8);
            cipher.start(iv.toString('latin1'));
            cipher.update(util_default().createBuffer(ciphertext.toString('latin1')));
            cipher.finish(() => true);
            return Buffer.from(cipher.output.getBytes(), 'latin1');
        },
    };
}
/** RFC 8018, section 6.1.1: as many bytes as the last one says, all alike. */
function unpadded(text, blockLength) {
    const count = text.at(-1) ?? 0;
    if (count === 0 || count > blockLength || count > text.length)
        return undefined;
    const end = text.length - count;
    return text.subarray(end).every((byte) => byte === count) ? text.subarray(0, end) : undefined;
}

;// CONCATENATED MODULE: ./src/auth/pkcs12/bags.ts



const DATA = '1.2.840.113549.1.7.1';
const ENVELOPED_DATA = '1.2.840.113549.1.7.3';
const ENCRYPTED_DATA = '1.2.840.113549.1.7.6';
const X509_CERTIFICATE = '1.2.840.113549.1.9.22.1';
const KEY_BAG = '1.2.840.113549.1.12.10.1.1';
const SHROUDED_KEY_BAG = '1.2.840.113549.1.12.10.1.2';
const CERT_BAG = '1.2.840.113549.1.12.10.1.3';
const SAFE_CONTENTS_BAG = '1.2.840.113549.1.12.10.1.6';
const bags_DEEPEST = 8;
/**
 * Opens an `AuthenticatedSafe` (RFC 7292, section 4.1). CRLs, secrets and bags of other kinds are passed over.
 * Throws UserError BAD_PASSWORD, KEY_PASSWORD, UNSUPPORTED; DerError.
 */
function openBags(authenticatedSafe, lock) {
    const bags = { keys: [], certificates: [] };
    let opened = lock.passwordFits;
    for (const info of children(readElement(authenticatedSafe))) {
        const [type, content] = children(info);
        switch (oid(type)) {
            case DATA:
                opened = collect(readElement(octets(explicit(content))), bags, { ...lock, passwordFits: opened });
                break;
            case ENCRYPTED_DATA:
                opened = collect(decryptContents(explicit(content), { ...lock, passwordFits: opened }), bags, {
                    ...lock,
                    passwordFits: true,
                });
                break;
            case ENVELOPED_DATA:
                throw unsupported('protection by a public key (a group or user of a Windows domain)');
            default:
                throw unsupported(`content of type ${oid(type)}`);
        }
    }
    return bags;
}
function decryptContents(encryptedData, lock) {
    const [, encryptedContent] = children(encryptedData);
    const [, algorithm, content] = children(encryptedContent);
    const found = firstReadable(algorithm, octets(content, EXPLICIT_0 & ~0x20), lock, (text) => {
        const contents = readElement(text);
        for (const bag of children(contents))
            oid(children(bag)[0]);
        return contents;
    });
    if (found !== undefined)
        return found;
    throw lock.passwordFits
        ? pfxError('KEY_PASSWORD', 'A part of the PFX in "pfx" has another password than the file, or is damaged.')
        : badPassword();
}
/** Gives whether the password is known to fit after this. */
function collect(contents, bags, lock, depth = 0) {
    let opened = lock.passwordFits;
    if (depth > bags_DEEPEST)
        throw new DerError('bags are nested too deep');
    for (const bag of children(contents)) {
        const [type, wrapped] = children(bag);
        switch (oid(type)) {
            case KEY_BAG:
                bags.keys.push(whole(explicit(wrapped), wrapped));
                break;
            case SHROUDED_KEY_BAG:
                bags.keys.push(decryptKey(explicit(wrapped), { ...lock, passwordFits: opened }));
                opened = true;
                break;
            case CERT_BAG: {
                const [kind, certificate] = children(explicit(wrapped));
                if (oid(kind) === X509_CERTIFICATE)
                    bags.certificates.push(octets(explicit(certificate)));
                break;
            }
            case SAFE_CONTENTS_BAG:
                opened = collect(explicit(wrapped), bags, { ...lock, passwordFits: opened }, depth + 1);
                break;
            default:
        }
    }
    return opened;
}
function decryptKey(encrypted, lock) {
    const [algorithm, ciphertext] = children(encrypted);
    const key = firstReadable(algorithm, octets(ciphertext), lock, (text) => {
        const [, keyAlgorithm, privateKey] = children(readElement(text));
        oid(children(keyAlgorithm)[0]);
        octets(privateKey);
        return text;
    });
    if (key !== undefined)
        return key;
    throw lock.passwordFits
        ? pfxError('KEY_PASSWORD', 'The private key in the PFX of "pfx" has a password of its own: "pfx-password" opens the file but not the key.')
        : badPassword();
}
function firstReadable(algorithm, ciphertext, lock, read) {
    for (const text of decryptions(algorithm, ciphertext, lock.password, lock.budget)) {
        try {
            const found = read(text);
            lock.budget.proven();
            return found;
        }
        catch (error) {
            if (!(error instanceof DerError))
                throw error;
        }
    }
    return undefined;
}
/** The bytes of the element inside an explicit tag, its own tag and length included. */
function whole(element, wrapper) {
    if (element.tag !== SEQUENCE || wrapper === undefined)
        throw new DerError('a key that is no sequence');
    return wrapper.content.subarray(0, element.end);
}
/** The password opens nothing; a file that was changed looks the same. */
function badPassword() {
    return pfxError('BAD_PASSWORD', 'The password in "pfx-password" does not open the PFX in "pfx", or the file was changed after it was made.');
}

;// CONCATENATED MODULE: ./src/auth/pkcs12/mac.ts





const PBMAC1 = '1.2.840.113549.1.5.14';
const LONGEST_KEY = 1024;
const DIGESTS = {
    '1.2.840.113549.2.5': { name: 'md5', length: 16 },
    '1.3.14.3.2.26': { name: 'sha1', length: 20 },
    '2.16.840.1.101.3.4.2.4': { name: 'sha224', length: 28 },
    '2.16.840.1.101.3.4.2.1': { name: 'sha256', length: 32 },
    '2.16.840.1.101.3.4.2.2': { name: 'sha384', length: 48 },
    '2.16.840.1.101.3.4.2.3': { name: 'sha512', length: 64 },
};
/**
 * Whether the `MacData` of a PFX fits its content under the password: RFC 7292, section 4, and PBMAC1 of RFC 9579.
 * Throws UserError UNSUPPORTED, DerError.
 */
function macFits(macData, content, password, budget) {
    const [digestInfo, salt, iterations] = children(macData);
    const [algorithm, expected] = children(digestInfo);
    const mac = octets(expected);
    const [name, parameters] = children(algorithm);
    if (oid(name) === PBMAC1) {
        return keysOfPbmac1(parameters, password, budget).some(({ key, digest }) => equals(hmac(digest, key, content), mac));
    }
    const digest = DIGESTS[oid(name)];
    if (digest === undefined)
        throw unsupported(`the MAC algorithm ${oid(name)}`);
    const rounds = iterations === undefined ? 1 : integer(iterations);
    if (rounds === 0)
        throw new DerError('a MAC without iterations');
    return password.pkcs12.some((bytes) => {
        budget.pkcs12(rounds, digest.length, digest.length);
        const key = pkcs12Kdf({
            digest: digest.name,
            digestLength: digest.length,
            purpose: MAC,
            password: bytes,
            salt: octets(salt),
            iterations: rounds,
            length: digest.length,
        });
        return equals(hmac(digest.name, key, content), mac);
    });
}
function keysOfPbmac1(parameters, password, budget) {
    const [derivation, scheme] = children(parameters);
    const pbkdf2 = readPbkdf2(derivation);
    const digest = hmacDigest(scheme);
    const length = pbkdf2.keyLength ?? digest.length;
    if (length === 0 || length > LONGEST_KEY)
        throw unsupported(`a MAC key of ${length} bytes`);
    return password.pbkdf2.map((bytes) => ({ key: derivePbkdf2(pbkdf2, bytes, length, budget), digest: digest.name }));
}
function hmac(digest, key, content) {
    return (0,external_node_crypto_.createHmac)(digest, key).update(content).digest();
}
function equals(left, right) {
    return left.length === right.length && (0,external_node_crypto_.timingSafeEqual)(left, right);
}

;// CONCATENATED MODULE: ./src/auth/pkcs12/key-pair.ts



/**
 * The RSA key and its certificate among what a PFX holds. They are matched by public key alone: positions and
 * localKeyIDs are what the writing tool made of them.
 *
 * Throws UserError NO_PRIVATE_KEY, NO_CERTIFICATE, KEY_NOT_RSA, KEY_CERT_MISMATCH, MANY_KEYS.
 */
function pickPair(keys, certificates, now) {
    if (keys.length === 0) {
        throw pfxError('NO_PRIVATE_KEY', 'The PFX in "pfx" holds no private key: it was exported without it.');
    }
    if (certificates.length === 0) {
        throw pfxError('NO_CERTIFICATE', 'The PFX in "pfx" holds a private key but no certificate.');
    }
    const rsaKeys = distinct(keys.flatMap((key) => ('algorithm' in key ? [] : key)), publicDer).filter((key) => key.asymmetricKeyType === 'rsa');
    if (rsaKeys.length === 0) {
        const kinds = keys.map((key) => ('algorithm' in key ? key.algorithm : (key.asymmetricKeyType ?? 'unknown')));
        throw pfxError('KEY_NOT_RSA', `The private key in the PFX of "pfx" is no RSA key but ${[...new Set(kinds)].join(', ')}.`);
    }
    const found = distinct(certificates, (certificate) => certificate.raw.toString('base64'));
    const pairs = rsaKeys.flatMap((privateKey) => {
        const own = found.filter((certificate) => certificate.checkPrivateKey(privateKey));
        return own.length === 0 ? [] : [{ privateKey, own }];
    });
    const [pair, ...others] = pairs;
    if (pair === undefined) {
        throw pfxError('KEY_CERT_MISMATCH', `The private key in the PFX of "pfx" belongs to none of its certificates (${thumbprints(found)}).`);
    }
    if (others.length > 0) {
        const all = pairs.flatMap(({ own }) => own);
        throw pfxError('MANY_KEYS', `The PFX in "pfx" holds ${pairs.length} keys with certificates: ${thumbprints(all)}.`);
    }
    return newest(pair.privateKey, pair.own, now);
}
/** A renewed certificate may share its key with the one before: the one that lasts longest of those valid now is meant. */
function newest(privateKey, own, now) {
    const rank = (certificate) => certificate.validToDate.getTime() - (certificate.validFromDate > now ? Number.MAX_SAFE_INTEGER : 0);
    const certificate = own.reduce((best, next) => (rank(next) > rank(best) ? next : best));
    const warnings = own.length === 1
        ? []
        : [`The PFX holds several certificates of one key (${thumbprints(own)}); ${thumbprintOf(certificate)} is used.`];
    return { privateKey, certificate, warnings };
}
function distinct(all, identity) {
    return [...new Map(all.map((one) => [identity(one), one])).values()];
}
function publicDer(key) {
    return (0,external_node_crypto_.createPublicKey)(key).export({ format: 'der', type: 'spki' }).toString('base64');
}
function thumbprints(certificates) {
    return certificates.map(thumbprintOf).join(', ');
}

;// CONCATENATED MODULE: ./src/auth/pkcs12/password.ts
function passwordBytes(password) {
    const bmp = Buffer.from(`${password}\0`, 'utf16le').swap16();
    const utf8 = Buffer.from(password, 'utf8');
    // Without a password some Microsoft exports derive from no bytes at all, where others derive from the NUL.
    if (password === '')
        return { pkcs12: [bmp, Buffer.alloc(0)], pbkdf2: [utf8] };
    // Tools that take characters for bytes write Latin-1.
    const latin1 = /[\x80-\xff]/.test(password) && /^[\0-\xff]*$/.test(password);
    return { pkcs12: [bmp], pbkdf2: latin1 ? [utf8, Buffer.from(password, 'latin1')] : [utf8] };
}

;// CONCATENATED MODULE: ./src/auth/pkcs12/encoding.ts

/** A PFX encoded twice is met in practice; more often than that it is something else. */
const MOST_ENCODINGS = 3;
/**
 * The bytes of the file behind a secret, in whatever form people store one: base64 and base64url, in lines or one, with
 * blanks, quotes or a byte order mark around it, line breaks written as `\n`, a data: URL, PKCS12 armour or that of
 * `certutil -encode`, UTF-16 from PowerShell, encoded twice, or the raw file.
 *
 * Throws UserError EMPTY, NOT_BASE64, IS_PEM, and NOT_PFX where text was encoded that is none of these.
 */
function pfxBytes(input) {
    if (input.length === 0)
        throw empty();
    let bytes = typeof input === 'string' ? fromText(input) : input;
    for (let round = 1;; round++) {
        const text = textOf(bytes);
        if (text === undefined)
            return bytes;
        const raw = typeof input !== 'string' && round === 1;
        if (round > MOST_ENCODINGS || (!raw && !isEncoding(text))) {
            throw pfxError('NOT_PFX', 'The input "pfx" is base64 of a text, not of a PFX file.');
        }
        bytes = fromText(text);
    }
}
function fromText(input) {
    const text = plain(input);
    if (text === '')
        throw empty();
    const [, armoured, second] = text.split('-----BEGIN ', 3);
    if (armoured === undefined)
        return decode(text);
    const [, label = '', rest = ''] = /^([A-Z0-9 ]+)-----([\s\S]*)$/.exec(armoured) ?? [];
    const end = rest.indexOf(`-----END ${label}-----`);
    const body = rest.slice(0, end);
    if (second !== undefined || end === -1 || body.includes(':'))
        throw isPem();
    if (!['PKCS12', 'PFX', 'CERTIFICATE'].includes(label))
        throw isPem();
    const bytes = decode(body);
    // certutil puts CERTIFICATE around any file; a certificate begins with two sequences, a PFX with a version number.
    if (label === 'CERTIFICATE' && /^30(?:[0-7].|81..|82....|83.{6})30/s.test(bytes.toString('hex', 0, 8)))
        throw isPem();
    return bytes;
}
/** The text without what editors, shells and YAML leave around it. */
function plain(text) {
    return text
        .replace(/[\0\u200b\ufeff\ufffd]/g, '')
        .replace(/\\[rn]/g, '\n')
        .trim()
        .replace(/^(["'])([\s\S]*)\1$/, '$2')
        .trim()
        .replace(/^data:[^,]{0,200};base64,/i, '');
}
function decode(text) {
    const letters = text.replace(/\s+/g, '').replace(/={1,2}$/, '');
    if (!/^[\w+/-]+$/.test(letters)) {
        const pointer = text.startsWith('version https://git-lfs');
        throw pfxError('NOT_BASE64', pointer
            ? 'The input "pfx" is a Git LFS pointer, not the file that it points to.'
            : 'The input "pfx" is not base64: it has characters that base64 does not use.');
    }
    return Buffer.from(letters.replace(/_/g, '/').replace(/-/g, '+'), 'base64');
}
/** Whether text that was itself encoded is encoded again; a short word might be either. */
function isEncoding(text) {
    return text.includes('-----BEGIN ') || /^[\w+/=\s-]{40,}$/.test(plain(text));
}
/** Bytes that are text rather than DER; undefined for DER, whose lengths and keys never are all printable. */
function textOf(bytes) {
    if (bytes.length === 0)
        return '';
    const [first, second, third] = bytes;
    if (first === 0xff && second === 0xfe)
        return bytes.toString('utf16le');
    if (first === 0xfe && second === 0xff && bytes.length % 2 === 0)
        return Buffer.from(bytes).swap16().toString('utf16le');
    if (first === 0xef && second === 0xbb && third === 0xbf)
        return bytes.toString('utf8');
    const text = bytes.toString('latin1');
    if (/^(?:[\t\n\r\x20-\x7e]\0)+$/.test(text))
        return bytes.toString('utf16le');
    return /^[\t\n\r\x20-\x7e]*$/.test(text) ? text : undefined;
}
function empty() {
    return pfxError('EMPTY', 'The input "pfx" is empty.');
}
function isPem() {
    return pfxError('IS_PEM', 'The input "pfx" holds PEM (a key or a certificate as text), not a PFX file.');
}

;// CONCATENATED MODULE: ./src/auth/pkcs12/read.ts










const read_DATA = '1.2.840.113549.1.7.1';
const SIGNED_DATA = '1.2.840.113549.1.7.2';
const RSA_ENCRYPTION = '1.2.840.113549.1.1.1';
/**
 * The certificate and key in a PFX (PKCS#12, RFC 7292), given as the text of a secret or as the file's bytes. Reads what
 * openssl, Windows, .NET, Java and Key Vault write, in the text forms that people store. Its dates are not judged here:
 * see `requireValid`; `now` only chooses among several certificates of one key. `budget` bounds the work.
 *
 * Throws UserError EMPTY, NOT_BASE64, IS_PEM, NOT_PFX, BAD_PASSWORD, KEY_PASSWORD, NO_PRIVATE_KEY, NO_CERTIFICATE,
 * KEY_NOT_RSA, KEY_CERT_MISMATCH, MANY_KEYS or UNSUPPORTED.
 */
function readPfx(text, password, now, budget = new DerivationBudget()) {
    const bytes = pfxBytes(text);
    try {
        const { keys, certificates } = read_open(bytes, password, budget);
        const pair = pickPair(keys.flatMap(privateKey), certificates.flatMap(x509), now);
        const made = clientCertificate(pair.privateKey, pair.certificate);
        return { ...made, warnings: [...made.warnings, ...pair.warnings] };
    }
    catch (error) {
        if (error instanceof DerError)
            throw notPfx(bytes, error);
        throw error;
    }
}
function read_open(bytes, password, budget) {
    // Some writers leave zeros or a line break behind the outer element; it alone counts.
    const [version, authSafe, macData] = children(readElement(bytes));
    if (version?.tag !== INTEGER)
        throw new DerError('no version number');
    const [type, content] = children(authSafe);
    if (oid(type) === SIGNED_DATA)
        throw unsupported('a signature instead of a password for its integrity');
    if (oid(type) !== read_DATA)
        throw new DerError(`content of type ${oid(type)}`);
    const authenticatedSafe = octets(explicit(content));
    const lock = { password: passwordBytes(password), budget };
    if (macData === undefined)
        return openBags(authenticatedSafe, { ...lock, passwordFits: false });
    if (!macFits(macData, authenticatedSafe, lock.password, budget))
        throw badPassword();
    budget.proven();
    return openBags(authenticatedSafe, { ...lock, passwordFits: true });
}
/** None for a key of a kind that node:crypto does not know: it could not sign for Entra anyway. */
function privateKey(pkcs8) {
    const algorithm = oid(children(children(readElement(pkcs8))[1])[0]);
    try {
        return [(0,external_node_crypto_.createPrivateKey)({ key: pkcs8, format: 'der', type: 'pkcs8' })];
    }
    catch {
        if (algorithm === RSA_ENCRYPTION)
            throw new DerError('the RSA key is damaged');
        return [{ algorithm }];
    }
}
/** None for a certificate that cannot be read: the one that fits the key may be another. */
function x509(der) {
    try {
        return [new external_node_crypto_.X509Certificate(der)];
    }
    catch {
        return [];
    }
}
function notPfx(bytes, cause) {
    if (bytes[0] === SEQUENCE && x509(bytes).length > 0)
        return onlyCertificate(cause);
    return pfxError('NOT_PFX', `The input "pfx" is no PFX file: ${guess(bytes)}.`, { cause });
}
function guess(bytes) {
    const magic = bytes.toString('hex', 0, 4);
    if (magic === 'feedfeed' || magic === 'cececece')
        return 'it is a Java key store of the old kind (JKS)';
    if (bytes[0] !== SEQUENCE)
        return 'it begins with other bytes than a PFX does';
    return firstTag(bytes) === INTEGER ? 'it is damaged or cut short' : 'it holds something else';
}
function firstTag(bytes) {
    const first = bytes[1] ?? 0;
    return bytes[2 + (first > 0x80 ? first & 0x7f : 0)];
}

;// CONCATENATED MODULE: ./src/auth/app-roles.ts
const RANKS = ['ReadBasic', 'Read', 'ReadWrite'];
/**
 * Whether a token with these app roles may do what a permission is for: one that reads more covers one that reads less,
 * and Entra names some application permissions with `.All` and some without.
 * https://learn.microsoft.com/graph/permissions-reference
 */
function covers(roles, permission) {
    const needed = parsed(permission);
    return roles.some((role) => {
        const carried = parsed(role);
        return carried.of === needed.of && (carried.rank === needed.rank || RANKS.indexOf(carried.rank) > rankOf(needed));
    });
}
/**
 * One warning of every report whose permission the token's app roles lack; Graph will then deny it each mailbox. Roles may
 * also come from RBAC for Applications in Exchange Online, which stand in no token: so it is no more than a warning.
 * Undefined where nothing is missing or the token does not tell. `consentUrl`: where an administrator grants what the
 * application asks for.
 */
function roleWarning(roles, reports, consentUrl) {
    const missing = reports.filter(({ permission }) => roles !== undefined && !covers(roles, permission));
    if (roles === undefined || missing.length === 0)
        return undefined;
    const carried = roles.length === 0 ? 'no app role at all' : `only ${roles.join(', ')}`;
    const needs = missing.map(({ name, permission }) => `the report "${name}" needs ${permission}`).join(', ');
    return (`The token carries ${carried}; ${needs}. Add what is missing under API permissions > Microsoft Graph > Application ` +
        `permissions, and let an administrator grant consent there or at ${consentUrl} . Until then Graph denies these ` +
        'mailboxes. Where RBAC for Applications in Exchange Online grants it for some of them, this warning can be ignored.');
}
/** Whether both name one permission. */
function isSameRole(one, other) {
    const [a, b] = [parsed(one), parsed(other)];
    return a.of === b.of && a.rank === b.rank;
}
/** `Mail.ReadBasic.All` is of `Mail`, with the rank `ReadBasic`. */
function parsed(permission) {
    const words = permission.replace(/\.All$/, '').split('.');
    return { of: words.slice(0, -1).join('.'), rank: words.at(-1) ?? '' };
}
function rankOf({ rank }) {
    const at = RANKS.indexOf(rank);
    return at < 0 ? RANKS.length : at;
}

// EXTERNAL MODULE: ./src/auth/sign-in.ts + 9 modules
var sign_in = __webpack_require__(44849);
;// CONCATENATED MODULE: ./src/graph/rate-limiter.ts
/**
 * When the next batch may leave, and how many may be under way at once.
 *
 * Nothing is paced until the tenant refuses something (429, or 503 for a whole batch). Then the door is closed for the
 * longest Retry-After of the refusal, for everybody; the rate that the tenant took is learned from what it accepted;
 * and from then on batches leave evenly at a little under that rate, which creeps up along a cubic curve, as the window
 * of TCP does after a loss (RFC 9438): slowly near the rate that failed, ever faster once that lies far behind. A window
 * of requests in flight alone will not do: after each pause it is released in one burst, into the next refusal.
 *
 * Rates are mailboxes a second, since Graph counts each item of a batch as a request; times are ms.
 */
const AUTO_START = 24;
const AUTO_LEAST = 8;
const AUTO_MOST = 64;
/** A new batch in flight for each so many clean answers: fast enough, and few are under way when the door closes. */
const CLEAN_ANSWERS_A_STEP = 4;
/**
 * Mailboxes a ms that Graph takes of one application: 130,000 in 10 s. What is in flight is rate times latency (Little's
 * law), so more batches than this rate fills at the latency seen only fill memory.
 * https://learn.microsoft.com/graph/throttling-limits
 */
const MOST_A_MS = 13;
/** The share of the learned rate at which sending goes on. */
const CAUTION = 0.95;
/** What was measured is the limit itself: the curve levels off a little below it. */
const HEADROOM = 0.98;
/** The shortest window in which limits are counted: a shorter sample says nothing of the rate. */
const SHORTEST_SAMPLE = 1000;
/** How late a batch may leave and the next still keep its own time: makes up for timers, allows no burst. */
const SLACK = 10;
/** Where nothing at all was accepted, one batch a second goes on: there is no rate to learn from. */
const SLOWEST = 20;
class RateLimiter {
    #concurrency;
    #random;
    #window;
    #cleanAnswers = 0;
    #doorOpensAt = 0;
    #nextDeparture = 0;
    #rate;
    #episode = newEpisode(0);
    #consecutivePauses = 0;
    #waits = 0;
    #waited = 0;
    #refused = 0;
    constructor({ concurrency, random }) {
        this.#concurrency = concurrency;
        this.#random = random;
        this.#window = concurrency === 'auto' ? AUTO_START : concurrency;
    }
    /** How many batches may be in flight. After a pause, one goes ahead to see whether the door is open. */
    get window() {
        const { number, accepted } = this.#episode;
        return number > 0 && accepted === 0 ? 1 : this.#window;
    }
    /** How often the door closed, for how many ms in all, and how many mailboxes were refused at it. */
    get throttling() {
        return { waits: this.#waits, waitedMs: Math.round(this.#waited), refused: this.#refused };
    }
    /** How often in a row the door closed without one mailbox being answered in between. */
    get consecutivePauses() {
        return this.#consecutivePauses;
    }
    /** For how many ms, from `now`, nothing may be sent; 0 where a batch may leave at once. */
    delay(now) {
        return Math.max(0, this.#doorOpensAt - now, this.#rateAt(now) === undefined ? 0 : this.#nextDeparture - now);
    }
    /** Tells that a batch of so many mailboxes leaves. */
    acquire(items, now) {
        if (this.#episode.closedAt !== undefined)
            this.#open(now);
        this.#episode.firstDeparture ??= now;
        const rate = this.#rateAt(now);
        if (rate !== undefined) {
            this.#nextDeparture = Math.max(this.#nextDeparture, now - SLACK) + (items / rate) * 1000;
        }
        return { episode: this.#episode.number, at: now };
    }
    /** Tells that so many mailboxes of a batch got an answer of their own, good or bad, rather than a refusal. */
    accepted(items, permit, now) {
        if (items === 0)
            return;
        this.#consecutivePauses = 0;
        if (permit.episode !== this.#episode.number)
            return;
        this.#episode.accepted += items;
        if (this.#episode.closedAt !== undefined)
            this.#episode.acceptedAfterClosing += items;
        else if (this.#concurrency === 'auto')
            this.#fit(items, now - permit.at);
    }
    #fit(items, latency) {
        if (this.#window * items > MOST_A_MS * latency)
            this.#window = Math.max(AUTO_LEAST, this.#window - 1);
        else if (this.#window < AUTO_MOST && ++this.#cleanAnswers % CLEAN_ANSWERS_A_STEP === 0)
            this.#window++;
    }
    /**
     * Tells that the tenant refused so many mailboxes of a batch, and for how many ms, where it said so. All that shares
     * the limit waits. Answers to what left before the door closed can only keep it closed for longer.
     */
    refused(items, retryAfter, permit, now) {
        this.#refused += items;
        const current = permit.episode === this.#episode.number;
        if (current) {
            if (this.#episode.closedAt === undefined) {
                this.#consecutivePauses++;
                this.#waits++;
            }
            this.#episode.closedAt = Math.min(this.#episode.closedAt ?? Infinity, permit.at);
            this.#episode.refused += items;
        }
        const wait = retryAfter ?? 1000 * 2 ** Math.min(this.#consecutivePauses - 1, 6) * (0.5 + this.#random() / 2);
        const opensAt = Math.max(this.#doorOpensAt, now + wait);
        this.#waited += opensAt - Math.max(now, this.#doorOpensAt);
        this.#doorOpensAt = opensAt;
        this.#episode.longestWait = Math.max(this.#episode.longestWait, wait);
    }
    #open(now) {
        const paced = this.#rateAt(this.#episode.closedAt ?? now);
        this.#rate = learn(this.#episode, paced === undefined ? undefined : this.#rate, paced, now);
        this.#nextDeparture = now;
        this.#episode = newEpisode(this.#episode.number + 1);
    }
    #rateAt(now) {
        return this.#rate === undefined ? undefined : creep(this.#rate, now);
    }
}
function newEpisode(number) {
    return {
        number,
        firstDeparture: undefined,
        closedAt: undefined,
        accepted: 0,
        acceptedAfterClosing: 0,
        refused: 0,
        longestWait: 0,
    };
}
/**
 * The rate that an episode taught, with the rate it was paced at. A refusal while most of what was under way got
 * through is no limit reached but a stray one: the rate hardly falls, and soon rises again.
 */
function learn(episode, rate, paced, now) {
    const lasted = (episode.closedAt ?? now) - (episode.firstDeparture ?? now);
    const sample = { accepted: episode.accepted, lasted };
    const stray = episode.acceptedAfterClosing > episode.refused;
    const measured = (episode.accepted / Math.max(lasted, stray ? 50 : SHORTEST_SAMPLE)) * 1000;
    const taken = rate === undefined ? measured : Math.min(measured, refill(rate, sample) ?? measured);
    const bounded = paced === undefined ? taken : Math.min(Math.max(taken, paced * (stray ? 0.8 : 0.5)), paced);
    return {
        ceiling: Math.max(SLOWEST, bounded * HEADROOM),
        since: now,
        plateau: plateauAfter(episode, stray),
        sample,
    };
}
function plateauAfter({ accepted, longestWait }, stray) {
    // The rate is the slowest there is, and no limit is known that a quick rise could run into.
    if (accepted === 0)
        return 500;
    // The longer a refusal costs, the longer a known limit is left alone.
    return stray ? 2_000 : Math.max(20_000, 6 * longestWait);
}
/**
 * Where a paced episode ended soon, the rate was too high from the start, for instance since the tenant lets a burst
 * through before it counts (a token bucket). Both samples began with that burst, so their difference is free of it.
 */
function refill({ plateau, sample }, { accepted, lasted }) {
    const longer = lasted - sample.lasted;
    if (longer < SHORTEST_SAMPLE || lasted > plateau / 4)
        return undefined;
    return ((accepted - sample.accepted) / longer) * 1000;
}
function creep({ ceiling, since, plateau }, now) {
    return ceiling * (1 + (1 - CAUTION) * ((now - since) / plateau - 1) ** 3);
}

// EXTERNAL MODULE: ./src/http/proxy.ts
var proxy = __webpack_require__(57856);
;// CONCATENATED MODULE: ./src/auth/claims-challenge.ts
/**
 * The claims that Graph wants a new token to be asked for with, from the `WWW-Authenticate` header of a 401: JSON, as
 * the token endpoint takes it. Undefined where the header carries no such challenge.
 * https://learn.microsoft.com/entra/identity-platform/claims-challenge
 */
function claimsChallenge(wwwAuthenticate) {
    if (wwwAuthenticate === undefined || !/\berror="?insufficient_claims"?/i.test(wwwAuthenticate))
        return undefined;
    const encoded = /\bclaims="([\w+/=-]+)"/i.exec(wwwAuthenticate)?.[1];
    return encoded === undefined ? undefined : Buffer.from(encoded, 'base64').toString('utf8');
}

// EXTERNAL MODULE: ./src/http/headers.ts
var http_headers = __webpack_require__(59718);
;// CONCATENATED MODULE: ./src/graph/client.ts



/** Sends requests to Graph with the access token. If Graph rejects the token, sends them once more with a new one. */
class GraphClient {
    #origin;
    #prefix;
    #dispatcher;
    #tokens;
    #signal;
    constructor({ graphUrl, dispatcher, tokens, signal }) {
        const { origin, pathname } = new URL(graphUrl);
        this.#origin = origin;
        this.#prefix = pathname.replace(/\/$/, '');
        this.#dispatcher = dispatcher;
        this.#tokens = tokens;
        this.#signal = signal;
    }
    /**
     * POSTs JSON to a path such as `/v1.0/$batch`. Rejects if no complete response arrives (reset, time-out, abort), and
     * with the token's UserError if Entra ID issues none. Redirects are not followed, so the token is sent nowhere else.
     */
    async post(path, body) {
        const token = await this.#tokens.get();
        const response = await this.#send(path, body, token);
        if (response.status !== 401)
            return response;
        return this.#send(path, body, await this.#tokens.renew(token, claimsChallenge((0,http_headers/* firstValue */.K)(response.headers['www-authenticate']))));
    }
    #send(path, body, token) {
        const signal = this.#signal;
        const clientRequestId = (0,external_node_crypto_.randomUUID)();
        return new Promise((resolve, reject) => {
            if (signal.aborted) {
                reject(aborted());
                return;
            }
            let abort = () => undefined;
            let status = 0;
            let headers = {};
            const chunks = [];
            this.#dispatcher.dispatch({
                origin: this.#origin,
                path: this.#prefix + path,
                method: 'POST',
                headers: {
                    authorization: `Bearer ${token.value}`,
                    'content-type': 'application/json',
                    accept: 'application/json',
                    'client-request-id': clientRequestId,
                },
                body,
            }, {
                onRequestStart(controller) {
                    // The request may have waited for its connection until after the abort.
                    if (signal.aborted) {
                        controller.abort(aborted());
                        return;
                    }
                    abort = () => {
                        controller.abort(aborted());
                    };
                    signal.addEventListener('abort', abort, { once: true });
                },
                onResponseStart(_controller, statusCode, responseHeaders) {
                    status = statusCode;
                    headers = responseHeaders;
                },
                onResponseData(_controller, chunk) {
                    chunks.push(chunk);
                },
                onResponseEnd: () => {
                    signal.removeEventListener('abort', abort);
                    resolve({
                        status,
                        headers,
                        // A gateway may echo the request, and many people read rows and errors.
                        text: joined(chunks).replaceAll(token.value, '***'),
                        clientRequestId,
                        renewToken: async () => {
                            await this.#tokens.renew(token);
                        },
                    });
                },
                onResponseError(_controller, error) {
                    signal.removeEventListener('abort', abort);
                    reject(error);
                },
            });
        });
    }
}
function joined(chunks) {
    const [only] = chunks;
    return (chunks.length === 1 && only !== undefined ? only : Buffer.concat(chunks)).toString('utf8');
}
function aborted() {
    return new Error('the run was cancelled');
}

// EXTERNAL MODULE: ./src/json.ts
var json = __webpack_require__(8301);
;// CONCATENATED MODULE: ./src/graph/batch.ts

/** Graph accepts at most 20 requests in a batch. https://learn.microsoft.com/graph/json-batching */
const BATCH_SIZE = 20;
/** An id as `batchBody` writes it. */
const ID = /^(?:0|[1-9]\d?)$/;
/**
 * The URL of a request to one mailbox, relative to the version. The address is percent-encoded. An address that starts
 * with `$` would be read as a query option, so it is quoted, and quotes inside it are doubled.
 * https://learn.microsoft.com/graph/api/user-get (user principal names that begin with `$`)
 */
function mailboxUrl(address, path) {
    if (!address.startsWith('$'))
        return `/users/${percentEncoded(address)}/${path}`;
    return `/users('${percentEncoded(address.replaceAll("'", "''"))}')/${path}`;
}
/** Also encodes the characters that `encodeURIComponent` keeps and OData gives a meaning. */
function percentEncoded(text) {
    return encodeURIComponent(text).replace(/[!'()*]/g, (mark) => `%${mark.charCodeAt(0).toString(16).toUpperCase()}`);
}
/** The body of a `$batch` request of GETs. The ids are the positions, from 0. */
function batchBody(urls) {
    return JSON.stringify({ requests: urls.map((url, id) => ({ id: String(id), method: 'GET', url })) });
}
/**
 * The responses of a batch by the position of their request, undefined for an item without a response. Graph returns
 * them in any order; only the id identifies them. Throws if the text is not a batch response.
 */
function parseBatchResponse(text, size) {
    const responses = (0,json/* property */.MZ)((0,json/* parseJson */.qF)(text), 'responses');
    if (!Array.isArray(responses))
        throw new Error('no "responses" in the answer to a batch');
    const items = new Array(size).fill(undefined);
    for (const response of responses) {
        const id = (0,json/* property */.MZ)(response, 'id');
        const position = typeof id === 'string' && ID.test(id) ? Number(id) : size;
        const status = (0,json/* property */.MZ)(response, 'status');
        if (position >= size || typeof status !== 'number')
            continue;
        const headers = (0,json/* property */.MZ)(response, 'headers');
        items[position] ??= {
            status,
            body: (0,json/* property */.MZ)(response, 'body') ?? null,
            retryAfter: header(headers, 'retry-after'),
            requestId: header(headers, 'request-id'),
        };
    }
    return items;
}
function header(headers, name) {
    if (!(0,json/* isObject */.Gv)(headers))
        return undefined;
    const value = Object.entries(headers).find(([key]) => key.toLowerCase() === name)?.[1];
    return typeof value === 'string' || typeof value === 'number' ? String(value) : undefined;
}

;// CONCATENATED MODULE: ./src/graph/circuit-breaker.ts

/** Pauses in a row without a response, beyond `noProgressTimeout`, after which reading stops. */
const MAX_CONSECUTIVE_PAUSES = 6;
/** The longest wait in ms that is respected. Graph counts its limits in windows of at most ten minutes. */
const MAX_WAIT = 900_000;
/** How many new tokens in a row Graph rejects before reading stops. */
const MAX_REJECTED_TOKENS = 3;
/** Decides from the outcomes of batches when to stop reading, because further requests would not succeed. */
class CircuitBreaker {
    #limiter;
    #noProgressTimeout;
    #lastProgress;
    /** Batches in a row without a response to any request. */
    #failedBatches = 0;
    #rejectedTokens = 0;
    /**
     * @param noProgressTimeout ms without a response, after which reading stops if all requests were throttled or failed
     * @param now epoch ms
     */
    constructor(limiter, noProgressTimeout, now) {
        this.#limiter = limiter;
        this.#noProgressTimeout = noProgressTimeout;
        this.#lastProgress = now;
    }
    /** Records the outcomes of a batch, which the limiter has recorded before. Returns the reason if reading must stop. */
    record(outcomes, now) {
        if (outcomes.some(isResponse)) {
            this.#failedBatches = 0;
            this.#lastProgress = now;
        }
        const isTimedOut = now - this.#lastProgress > this.#noProgressTimeout;
        const refused = outcomes.filter(isRefusal);
        const [refusal] = refused;
        if (refusal !== undefined) {
            const isHopeless = isTimedOut && this.#limiter.consecutivePauses >= MAX_CONSECUTIVE_PAUSES;
            if (!isHopeless && (longestWait(refused) ?? 0) <= MAX_WAIT)
                return undefined;
            return {
                status: refusal.status,
                error: `Reading stopped because Graph rejected every request. Last error: ${refusal.error}`,
            };
        }
        if (outcomes.some(isResponse) || ++this.#failedBatches < 3 * this.#limiter.window || !isTimedOut)
            return undefined;
        const error = outcomes.find((outcome) => outcome.kind !== 'read')?.error ?? '';
        const seconds = Math.round(this.#noProgressTimeout / 1000);
        return { status: 'failed', error: `Reading stopped after ${seconds} s without a response. Last error: ${error}` };
    }
    /**
     * Renews the token if Graph rejected it for an item. Throws the UserError `GRAPH_TOKEN_REJECTED` if Graph rejects
     * several new tokens in a row, or the UserError of the token request if Entra ID issues no token.
     */
    async renewRejectedToken(response, outcomes) {
        const rejection = outcomes.find((outcome) => outcome.kind === 'token');
        if (rejection === undefined) {
            this.#rejectedTokens = 0;
        }
        else if (response.status !== 401) {
            await response.renewToken();
        }
        else if (++this.#rejectedTokens >= MAX_REJECTED_TOKENS) {
            throw new errors/* UserError */.yo('GRAPH_TOKEN_REJECTED', `Graph rejects a token that Entra ID has just issued: ${rejection.error}`, {
                hint: 'Check "graph-url" and "cloud", and that the tenant has Exchange Online. If the application was changed ' +
                    'recently, run the workflow again in a few minutes.',
            });
        }
    }
}
/** Whether Graph processed the request, with success or not. */
function isResponse({ kind }) {
    return kind === 'read' || kind === 'final';
}
/** Whether a limit that all requests share rejected the request. */
function isRefusal(outcome) {
    return outcome.kind === 'retry' && outcome.scope === 'tenant';
}
/** The longest wait in ms that the outcomes ask for. */
function longestWait(outcomes) {
    const waits = outcomes.flatMap(({ retryAfter }) => retryAfter ?? []);
    return waits.length > 0 ? Math.max(...waits) : undefined;
}

;// CONCATENATED MODULE: ./src/graph/mailbox-task.ts


/**
 * Outlook accepts 4 concurrent requests per application and mailbox, in one batch or across batches.
 * https://learn.microsoft.com/graph/throttling-limits#outlook-service-limits
 */
const MAX_CONCURRENT_REQUESTS = 4;
/**
 * Pages that one query may read from one mailbox. Outlook accepts no more requests to a mailbox in ten minutes, and
 * links to next pages may never end.
 */
const MAX_REQUESTS = 10_000;
/** The state of one mailbox while it is read: its queries, their pending requests, and their results. */
class MailboxTask {
    position;
    /** Characters of the responses that this mailbox's results may hold. */
    heldCharacters = 0;
    /** Epoch ms before which no request may be sent, because the mailbox asked for a wait. */
    notBefore = -Infinity;
    #states;
    #waiting = [];
    #inFlight = 0;
    /** @param position position of the mailbox in the list */
    constructor(position, queries) {
        this.position = position;
        this.#states = queries.map((query) => ({
            query,
            collector: undefined,
            openRequests: 0,
            pagesRead: 0,
            knownPages: new Set(),
            result: undefined,
        }));
        for (const state of this.#states)
            this.#add(state, state.query.path, undefined);
    }
    /** Whether every query has a result. */
    get isDone() {
        return this.#states.every(({ result }) => result !== undefined);
    }
    /** The result of each query; `fallback` for a query without one. */
    results(fallback) {
        return this.#states.map(({ result }) => result ?? fallback);
    }
    /** The requests that may be sent now. Each counts as in flight until `onResponse` or `fail` is called for it. */
    start() {
        const started = this.#waiting.splice(0, MAX_CONCURRENT_REQUESTS - this.#inFlight);
        this.#inFlight += started.length;
        return started;
    }
    /** Whether the query of a request already has a result. */
    isFinished({ state }) {
        return state.result !== undefined;
    }
    /** Whether a request is a follow-up, rather than the first page of a query or a next page. */
    isFollowUp({ path, onPage }) {
        return onPage !== undefined && !path.startsWith('/');
    }
    /** Passes a page to the collector of its query. */
    onResponse(request, page, next) {
        this.#inFlight--;
        const { state } = request;
        if (state.result !== undefined)
            return;
        try {
            this.#collect(request, page, next);
            state.openRequests--;
            state.pagesRead++;
            if (state.openRequests > 0 && state.pagesRead >= MAX_REQUESTS) {
                throw new Error(`Not everything was read after ${MAX_REQUESTS.toLocaleString('en-US')} requests`);
            }
            const { collector } = state;
            if (state.openRequests === 0 && collector !== undefined) {
                this.#finish(state, { status: 'ok', value: collector.result() });
            }
        }
        catch (error) {
            this.#finish(state, { status: 'failed', error: (0,errors/* describeError */.Uc)(error) });
        }
    }
    /** A request failed for good, and its query with it. */
    fail({ state }, status, error) {
        this.#inFlight--;
        if (state.result === undefined)
            this.#finish(state, { status, error });
    }
    #collect({ state, path, onPage }, page, next) {
        if (next.kind === 'refused')
            throw new Error(next.error);
        state.collector ??= state.query.newCollector();
        const receive = onPage ?? state.collector.onPage;
        if (next.kind === 'path') {
            state.knownPages.add(path);
            if (state.knownPages.has(next.path)) {
                throw new Error('The link to the next page leads back to a page that was read');
            }
            state.knownPages.add(next.path);
            this.#add(state, next.path, receive);
        }
        for (const followUp of receive(page, next.kind === 'path'))
            this.#add(state, followUp.path, followUp.onPage);
    }
    #finish(state, result) {
        state.result = result;
        state.collector = undefined;
        state.knownPages.clear();
        this.#waiting = this.#waiting.filter((request) => request.state !== state);
    }
    #add(state, path, onPage) {
        state.openRequests++;
        this.#waiting.push({ task: this, state, path, onPage, attempts: 0, alone: false });
    }
}
/** The URL of a request, relative to the version. */
function urlOf({ path }, address) {
    return path.startsWith('/') ? path : mailboxUrl(address, path);
}

// EXTERNAL MODULE: ./src/http/retry-after.ts
var retry_after = __webpack_require__(47821);
;// CONCATENATED MODULE: ./src/graph/outcome.ts





const NO_MAILBOX_CODES = new Set([
    'MailboxNotEnabledForRESTAPI',
    'MailboxNotSupportedForRESTAPI',
    'ResourceNotFound',
    'ErrorNonExistentMailbox',
]);
/** Exchange reports a missing mailbox as a missing root folder. */
const ROOT_NOT_FOUND = /root not found/i;
const TRANSIENT_STATUSES = new Set([408, 423, 429, 500, 502, 503, 504, 509]);
/**
 * The outcome of each item of a batch, by position. Never throws: a gateway's page, a truncated response, and an item
 * without a response are outcomes too.
 *
 * @param size number of requests in the batch
 * @param now epoch ms
 */
function batchOutcomes(response, size, now) {
    if (response.status !== 200)
        return new Array(size).fill(wholeBatchOutcome(response, size, now));
    try {
        return parseBatchResponse(response.text, size).map((item) => itemOutcome(item, response, now));
    }
    catch (error) {
        return new Array(size).fill(transientFailure(`${(0,errors/* describeError */.Uc)(error)}, from ${contentType(response)}`));
    }
}
/** An outcome without a usable response: the request is retried after a backoff. */
function transientFailure(error) {
    return { kind: 'retry', status: 'failed', scope: 'mailbox', error };
}
function itemOutcome(item, response, now) {
    if (item === undefined)
        return transientFailure('No answer in the batch');
    const { status, body } = item;
    if (status === 200)
        return (0,json/* isObject */.Gv)(body) ? successOutcome(body) : transientFailure('The answer is not JSON');
    // A property without a value has no content.
    if (status === 204)
        return { kind: 'read', body: {} };
    const requestId = item.requestId ?? innerRequestId(body);
    return { ...itemFailure(status, body), requestId, retryAfter: waitOf(item.retryAfter, response, now) };
}
/** An error body with status 200 is an error. */
function successOutcome(body) {
    if ((0,json/* property */.MZ)(body, 'error') === undefined)
        return { kind: 'read', body };
    const { code = '', message = '' } = graphError(body) ?? {};
    return transientFailure(errorText(200, code, message));
}
/**
 * Classifies the error of one item. Graph returns 404 both for an unknown address and for a user whose mailbox is not in
 * Exchange Online; only the code differs. https://learn.microsoft.com/graph/errors
 */
function itemFailure(status, body) {
    const { code = '', message = '' } = graphError(body) ?? {};
    const error = errorText(status, code, message);
    if (status === 401)
        return { kind: 'token', error };
    if (status === 429) {
        // Each mailbox has a limit of its own besides the limit of the application.
        const scope = code === 'ApplicationThrottled' || /mailbox/i.test(message) ? 'mailbox' : 'tenant';
        return { kind: 'retry', status: 'throttled', error, scope };
    }
    if (TRANSIENT_STATUSES.has(status))
        return transientFailure(error);
    if (code === 'ErrorItemNotFound') {
        const isItemMissing = !ROOT_NOT_FOUND.test(message);
        return { kind: 'final', status: isItemMissing ? 'failed' : 'no-mailbox', error, isItemMissing };
    }
    if (NO_MAILBOX_CODES.has(code))
        return { kind: 'final', status: 'no-mailbox', error };
    if (status === 404)
        return { kind: 'final', status: 'not-found', error };
    if (status === 403)
        return { kind: 'final', status: 'access-denied', error };
    return { kind: 'final', status: 'failed', error };
}
function wholeBatchOutcome(response, size, now) {
    const { status, headers } = response;
    const error = wholeBatchError(response);
    const requestId = (0,http_headers/* firstValue */.K)(headers['request-id']);
    const retryAfter = waitOf((0,http_headers/* firstValue */.K)(headers['retry-after']), response, now);
    if (status === 401)
        return { kind: 'token', error, requestId };
    if (status === 429)
        return { kind: 'retry', status: 'throttled', scope: 'tenant', error, requestId, retryAfter };
    if (TRANSIENT_STATUSES.has(status)) {
        const scope = retryAfter === undefined ? 'mailbox' : 'tenant';
        return { kind: 'retry', status: 'failed', scope, error, requestId, retryAfter };
    }
    if (status === 400 && size > 1)
        return { kind: 'alone', error, requestId };
    return { kind: 'final', status: status === 403 ? 'access-denied' : 'failed', error, requestId };
}
function wholeBatchError(response) {
    const error = graphError((0,json/* jsonOrUndefined */._D)(response.text));
    return error === undefined
        ? `HTTP ${response.status} with ${contentType(response)} in place of an answer`
        : errorText(response.status, error.code, error.message);
}
/** Graph's `{"error":{"code","message"}}`, with '' for a missing part; undefined if the body has neither. */
function graphError(body) {
    const error = (0,json/* property */.MZ)(body, 'error');
    const code = (0,json/* property */.MZ)(error, 'code');
    const message = (0,json/* property */.MZ)(error, 'message');
    if (typeof code !== 'string' && typeof message !== 'string')
        return undefined;
    return { code: typeof code === 'string' ? code : '', message: typeof message === 'string' ? message : '' };
}
function errorText(status, code, message) {
    return [code === '' ? `HTTP ${status}` : code, message].filter((part) => part !== '').join(': ');
}
/** A date is compared with the server's clock if the response has a `Date` header: the local clock may be wrong. */
function waitOf(retryAfter, { headers }, now) {
    const date = Date.parse((0,http_headers/* firstValue */.K)(headers.date) ?? '');
    return (0,retry_after/* retryAfterMs */.V)(retryAfter, Number.isNaN(date) ? now : date);
}
function contentType({ headers }) {
    return (0,http_headers/* firstValue */.K)(headers['content-type'])?.split(';')[0] ?? 'no content type';
}
/** Batch items often lack the `request-id` header and have the id in their error. */
function innerRequestId(body) {
    const id = (0,json/* property */.MZ)((0,json/* property */.MZ)((0,json/* property */.MZ)(body, 'error'), 'innerError'), 'request-id');
    return typeof id === 'string' ? id : undefined;
}

;// CONCATENATED MODULE: ./src/graph/pagination.ts

const LINK = '@odata.nextLink';
/**
 * The path of the next page relative to the version, exactly as Graph wrote it: its skip token is opaque. A link to
 * another host, or out of the version, is refused, because the access token is sent with the request.
 * https://learn.microsoft.com/graph/paging
 *
 * @param root URL of the version, such as `https://graph.microsoft.com/v1.0`
 */
function nextPage(page, root) {
    const link = (0,json/* property */.MZ)(page, LINK);
    if (link === undefined || link === null)
        return { kind: 'none' };
    const url = typeof link === 'string' ? URL.parse(link) : null;
    if (typeof link !== 'string' || url === null) {
        return { kind: 'refused', error: 'The link to the next page is not a URL' };
    }
    const base = new URL(root);
    if (url.origin !== base.origin || url.username !== '' || url.password !== '') {
        return { kind: 'refused', error: `The link to the next page leads to another host, ${url.host}` };
    }
    const [, path = ''] = /^[a-z]+:\/\/[^/?#]+([^#]*)/i.exec(link) ?? [];
    const prefix = base.pathname.replace(/\/$/, '');
    // A server resolves `..`, so the resolved path must stay below the prefix too.
    if (![path, url.pathname].every((each) => each.toLowerCase().startsWith(`${prefix.toLowerCase()}/`))) {
        return { kind: 'refused', error: `The link to the next page leads out of ${prefix}` };
    }
    return { kind: 'path', path: path.slice(prefix.length) };
}

;// CONCATENATED MODULE: ./src/graph/reorder-buffer.ts
/** Buffers results that arrive out of order and returns them in the order of their positions, each once. */
class ReorderBuffer {
    #length;
    #capacity;
    #results = new Map();
    #head = 0;
    #received = 0;
    /** @param capacity how many positions a result may be ahead of the first missing one */
    constructor(length, capacity) {
        this.#length = length;
        this.#capacity = capacity;
    }
    /** The number of results received, returned or not. */
    get received() {
        return this.#received;
    }
    /** Whether every result was returned. */
    get isDone() {
        return this.#head >= this.#length;
    }
    /** The first position that was not returned. */
    get head() {
        return this.#head;
    }
    /** The first position for which no result is accepted yet. */
    get end() {
        return Math.min(this.#length, this.#head + this.#capacity);
    }
    add(position, result) {
        if (position < this.#head || position >= this.end)
            throw new RangeError(`position ${position} is out of range`);
        this.#results.set(position, result);
        this.#received++;
    }
    /**
     * At most `max` results in order. They end before the first missing one, unless `fallback` returns a result for it.
     */
    take(max, fallback) {
        const chunk = [];
        while (!this.isDone && chunk.length < max) {
            let result = this.#results.get(this.#head);
            if (result === undefined) {
                if (fallback === undefined)
                    break;
                result = fallback(this.#head);
                this.#received++;
            }
            this.#results.delete(this.#head);
            this.#head++;
            chunk.push(result);
        }
        return chunk;
    }
}

;// CONCATENATED MODULE: ./src/graph/request-queue.ts

/**
 * Chooses the requests of the next batch: retries and follow-ups first, then mailboxes that were not started. So batches
 * are full as long as requests remain, and no mailbox waits for its retry until the end of the list.
 */
class RequestQueue {
    #startMailbox;
    #nextPosition = 0;
    #ready = [];
    #delayed = [];
    /** @param startMailbox returns the first requests of the mailbox at a position */
    constructor(startMailbox) {
        this.#startMailbox = startMailbox;
    }
    /**
     * The next batch, all of one version; empty if no request is due.
     *
     * @param now epoch ms
     * @param end mailboxes from this position on may not be started yet
     * @param limit requests to mailboxes from this position on may not be sent
     */
    next(now, end, limit = Infinity) {
        this.#releaseDelayed(now);
        const alone = this.#ready.findIndex((request) => request.alone && request.task.position < limit);
        if (alone >= 0)
            return this.#ready.splice(alone, 1);
        while (this.#ready.length < BATCH_SIZE && this.#nextPosition < Math.min(end, limit)) {
            this.#ready.push(...this.#startMailbox(this.#nextPosition++));
        }
        return this.#takeBatch(limit);
    }
    /** Adds a request that may be sent with the next batch, or not before `due` (epoch ms). */
    add(request, due) {
        if (due === undefined)
            this.#ready.push(request);
        else
            this.#delayed.push({ request, due });
    }
    /** Delays every queued request to a mailbox until a time (epoch ms) or later. */
    hold(position, until) {
        const held = this.#ready.filter(({ task }) => task.position === position);
        this.#ready = this.#ready.filter(({ task }) => task.position !== position);
        this.#delayed = this.#delayed.map(({ request, due }) => ({
            request,
            due: request.task.position === position ? Math.max(due, until) : due,
        }));
        for (const request of held)
            this.add(request, until);
    }
    /** When the first delayed request is due, in epoch ms; Infinity if there is none. */
    get nextDue() {
        return this.#delayed.reduce((earliest, { due }) => Math.min(earliest, due), Infinity);
    }
    #takeBatch(limit) {
        const version = this.#ready.find(({ task }) => task.position < limit)?.state.query.version;
        const batch = [];
        const rest = [];
        for (const request of this.#ready) {
            const { task, state } = request;
            const fits = batch.length < BATCH_SIZE && task.position < limit && state.query.version === version;
            (fits ? batch : rest).push(request);
        }
        this.#ready = rest;
        return batch;
    }
    #releaseDelayed(now) {
        const due = this.#delayed.filter((delayed) => delayed.due <= now);
        if (due.length === 0)
            return;
        this.#delayed = this.#delayed.filter((delayed) => delayed.due > now);
        this.#ready.push(...due.map(({ request }) => request));
    }
}

;// CONCATENATED MODULE: ./src/graph/retry.ts

/** How often one request is sent at most. */
const MAX_ATTEMPTS = 7;
const FIRST_BACKOFF = 1_000;
const MAX_BACKOFF = 60_000;
/** Decides whether and when a failed request is sent again, with exponential backoff and jitter. */
class RetryPolicy {
    #backoff;
    #random;
    constructor({ backoff = FIRST_BACKOFF, random }) {
        this.#backoff = backoff;
        this.#random = random;
    }
    /**
     * The retry after an outcome; undefined if there is none.
     *
     * @param attempts how often the request was sent
     */
    next(outcome, attempts) {
        const { kind, retryAfter } = outcome;
        if (kind === 'final' || attempts >= MAX_ATTEMPTS || (retryAfter ?? 0) > MAX_WAIT)
            return undefined;
        // The rate limiter already delays the requests that the whole tenant rejects.
        if (kind === 'alone' || (kind === 'retry' && outcome.scope === 'tenant')) {
            return { wait: undefined, holdsMailbox: false };
        }
        if (retryAfter !== undefined)
            return { wait: retryAfter, holdsMailbox: true };
        const backoff = Math.min(this.#backoff * 2 ** (attempts - 1), MAX_BACKOFF);
        return { wait: backoff * (0.5 + this.#random() / 2), holdsMailbox: false };
    }
}

;// CONCATENATED MODULE: ./src/graph/reader.ts









/** How many mailboxes reading may be ahead of the slowest one. */
const READ_AHEAD = 20_000;
/** In characters. Only mailboxes with thousands of rules or folders come near it. */
const MAX_BUFFERED = 32 * 1024 * 1024;
/** In characters: some hundred thousand rules. Pages without an end would fill the memory otherwise. */
const MAX_PER_MAILBOX = 64 * 1024 * 1024;
const NO_PROGRESS_TIMEOUT = 60_000;
const MAX_CHUNK = 1_000;
/** In ms. Node.js timers are limited to 24 days. */
const MAX_TIMER = 60_000;
/**
 * Sends the queries for every mailbox in batches, in parallel as the rate limiter permits, retries only what failed, and
 * yields the results in list order.
 */
class MailboxReader {
    #options;
    #results;
    #queue;
    #tasks = new Map();
    #retryPolicy;
    #breaker;
    #heldCharacters = 0;
    #batchesInFlight = 0;
    #timer;
    #wake = () => undefined;
    #bug;
    #stopped;
    constructor(options) {
        const { mailboxes, queries, limiter, now, noProgressTimeout = NO_PROGRESS_TIMEOUT } = options;
        this.#options = options;
        this.#results = new ReorderBuffer(mailboxes.length, READ_AHEAD);
        this.#queue = new RequestQueue((position) => {
            const task = new MailboxTask(position, queries);
            this.#tasks.set(position, task);
            return task.start();
        });
        this.#retryPolicy = new RetryPolicy(options);
        this.#breaker = new CircuitBreaker(limiter, noProgressTimeout, now());
    }
    /** The number of mailboxes with a result, yielded or not. */
    get finished() {
        return this.#results.received;
    }
    /** The error that stopped reading for all mailboxes, if a user can fix it. */
    get stoppedBy() {
        return this.#stopped?.cause;
    }
    /**
     * Yields the results in chunks, each mailbox once, in list order. Errors of Graph are results; it throws only for bugs
     * in this program.
     */
    async *read() {
        const { signal } = this.#options;
        const cancel = () => {
            this.#stop({ status: 'cancelled', error: 'The run was cancelled before this mailbox was read' });
        };
        if (signal.aborted)
            cancel();
        signal.addEventListener('abort', cancel, { once: true });
        try {
            while (!this.#results.isDone) {
                if (this.#bug !== undefined)
                    throw this.#bug.error;
                this.#sendBatches();
                const chunk = this.#results.take(MAX_CHUNK, this.#fallback());
                if (chunk.length === 0)
                    await this.#nextEvent();
                else
                    yield chunk;
                for (const { heldCharacters } of chunk)
                    this.#heldCharacters -= heldCharacters;
            }
        }
        finally {
            signal.removeEventListener('abort', cancel);
            clearTimeout(this.#timer);
        }
    }
    /** After a stop, queries without a result get the reason as their result. */
    #fallback() {
        if (this.#stopped === undefined)
            return undefined;
        const { mailboxes, queries } = this.#options;
        const { status, error } = this.#stopped;
        return (position) => {
            const task = this.#tasks.get(position) ?? new MailboxTask(position, queries);
            return {
                mailbox: mailboxes.at(position),
                results: task.results({ status, error }),
                heldCharacters: task.heldCharacters,
            };
        };
    }
    #nextEvent() {
        return new Promise((resolve) => {
            this.#wake = resolve;
        });
    }
    #wakeIn(ms) {
        if (ms === Infinity)
            return;
        const wake = () => {
            this.#wake();
        };
        this.#timer = setTimeout(wake, Math.min(Math.max(Math.ceil(ms), 1), MAX_TIMER));
    }
    /** Sends as many batches as the rate limiter permits and the queue has. */
    #sendBatches() {
        const { limiter, now, maxBuffered = MAX_BUFFERED } = this.#options;
        clearTimeout(this.#timer);
        while (this.#stopped === undefined && this.#batchesInFlight < limiter.window) {
            const time = now();
            const delay = limiter.delay(time);
            if (delay > 0) {
                this.#wakeIn(delay);
                return;
            }
            const { head, end } = this.#results;
            const limit = this.#heldCharacters > maxBuffered ? head + BATCH_SIZE : Infinity;
            const batch = this.#queue.next(time, end, limit);
            if (batch.length === 0) {
                this.#wakeIn(this.#queue.nextDue - time);
                return;
            }
            this.#batchesInFlight++;
            void this.#send(batch, limiter.acquire(batch.length, time))
                .catch((error) => {
                this.#bug ??= { error };
            })
                .finally(() => {
                this.#batchesInFlight--;
                this.#wake();
            });
        }
    }
    async #send(batch, permit) {
        const { post, now, mailboxes } = this.#options;
        for (const request of batch)
            request.attempts++;
        const urls = batch.map((request) => urlOf(request, mailboxes.at(request.task.position).address));
        let response;
        let outcomes;
        try {
            response = await post(`/${batch[0]?.state.query.version ?? 'v1.0'}/$batch`, batchBody(urls));
            outcomes = batchOutcomes(response, batch.length, now());
            await this.#breaker.renewRejectedToken(response, outcomes);
        }
        catch (error) {
            if (error instanceof errors/* UserError */.yo)
                this.#stop({ status: 'failed', error: firstLine(error.message) }, error);
            outcomes = batch.map(() => outcomeOfError(error, batch.length));
        }
        if (this.#stopped !== undefined)
            return;
        this.#recordBatch(outcomes, permit);
        const characters = Math.ceil((response?.text.length ?? 0) / batch.length);
        for (const [at, request] of batch.entries()) {
            const outcome = outcomes[at];
            if (outcome?.kind === 'read')
                this.#onResponse(request, outcome.body, characters);
            else if (outcome !== undefined)
                this.#onFailure(request, outcome, response?.clientRequestId);
        }
    }
    #recordBatch(outcomes, permit) {
        const { limiter, now } = this.#options;
        limiter.accepted(outcomes.filter(isResponse).length, permit, now());
        const refusals = outcomes.filter(isRefusal);
        if (refusals.length > 0)
            limiter.refused(refusals.length, longestWait(refusals), permit, now());
        const stop = this.#breaker.record(outcomes, now());
        if (stop !== undefined)
            this.#stop(stop);
    }
    /** @param characters the request's share of its batch response */
    #onResponse(request, body, characters) {
        const { graphUrl, maxPerMailbox = MAX_PER_MAILBOX } = this.#options;
        const { task, state } = request;
        if (this.#isOpen(task)) {
            task.heldCharacters += characters;
            this.#heldCharacters += characters;
        }
        if (task.heldCharacters > maxPerMailbox) {
            task.fail(request, 'failed', `The responses for this mailbox exceed the limit of ${maxPerMailbox} characters`);
        }
        else {
            task.onResponse(request, body, nextPage(body, `${graphUrl}/${state.query.version}`));
        }
        this.#advance(task);
    }
    #onFailure(request, outcome, clientRequestId) {
        const { mailboxes, onFailure } = this.#options;
        const { task } = request;
        const { error, requestId } = outcome;
        const retry = task.isFinished(request) ? undefined : this.#retryPolicy.next(outcome, request.attempts);
        const { address } = mailboxes.at(task.position);
        onFailure?.({ address, error, requestId, clientRequestId, willRetry: retry !== undefined });
        if (retry !== undefined) {
            request.alone ||= outcome.kind === 'alone';
            this.#retry(request, retry);
            return;
        }
        if (outcome.kind === 'final' && outcome.isItemMissing === true && task.isFollowUp(request)) {
            // The item was deleted after the page that named it was read.
            task.onResponse(request, { value: [] }, { kind: 'none' });
        }
        else {
            task.fail(request, 'status' in outcome ? outcome.status : 'failed', error);
        }
        this.#advance(task);
    }
    #retry(request, { wait, holdsMailbox }) {
        if (wait === undefined) {
            this.#queue.add(request);
            return;
        }
        const { task } = request;
        const due = this.#options.now() + wait;
        this.#queue.add(request, Math.max(task.notBefore, due));
        if (!holdsMailbox)
            return;
        // Other requests to the mailbox would be rejected too, and count against its limit.
        task.notBefore = Math.max(task.notBefore, due);
        this.#queue.hold(task.position, task.notBefore);
    }
    /** Queues the next requests of a mailbox, or adds its results if there are none. */
    #advance(task) {
        const due = task.notBefore > this.#options.now() ? task.notBefore : undefined;
        for (const request of task.start())
            this.#queue.add(request, due);
        // Requests of a failed query may return after the results were added.
        if (!task.isDone || !this.#isOpen(task))
            return;
        const { position, heldCharacters } = task;
        this.#tasks.delete(position);
        const mailbox = this.#options.mailboxes.at(position);
        this.#results.add(position, { mailbox, results: task.results({ status: 'failed', error: '' }), heldCharacters });
    }
    #isOpen(task) {
        return this.#tasks.get(task.position) === task;
    }
    #stop(stop, cause) {
        this.#stopped ??= { ...stop, cause };
        this.#wake();
    }
}
/** A request that failed without a complete response. A response that is too long may succeed without the other items. */
function outcomeOfError(error, batchSize) {
    const reason = (0,errors/* describeError */.Uc)(error);
    return batchSize > 1 && isTooLong(error) ? { kind: 'alone', error: reason } : transientFailure(reason);
}
function isTooLong(error) {
    return error instanceof Error && 'code' in error && error.code === 'UND_ERR_RES_EXCEEDED_MAX_SIZE';
}
/** The further lines of Entra ID's messages are ids that would be repeated in every row. */
function firstLine(text) {
    return text.split('\n', 1)[0] ?? '';
}

// EXTERNAL MODULE: ./src/runner/log.ts
var log = __webpack_require__(47708);
;// CONCATENATED MODULE: ./src/reading.ts



/** A reader of what was planned, mailbox by mailbox: nothing is asked before its answers are. */
function readerForJob(job, mailboxes, queries, { tokens, pace }) {
    const { inputs, dispatcher, signal, now, random, core } = job;
    const { graphUrl } = inputs;
    const client = new GraphClient({ graphUrl, dispatcher, tokens, signal });
    return new MailboxReader({
        mailboxes,
        queries,
        graphUrl,
        post: (url, body) => client.post(url, body),
        limiter: pace,
        now,
        random,
        signal,
        // A runner drops debug lines unless it was asked for them; tens of thousands of them cost all the same.
        ...(job.env.RUNNER_DEBUG === '1'
            ? {
                onFailure: (request) => {
                    core.debug((0,log/* logText */.k)(failureLine(request)));
                },
            }
            : {}),
    });
}
function failureLine({ address, error, requestId, clientRequestId, willRetry }) {
    const ids = `request-id ${requestId ?? 'none'}, client-request-id ${clientRequestId ?? 'none'}`;
    return `${address}: ${error} (${ids})${willRetry ? ', will be retried' : ''}`;
}

// EXTERNAL MODULE: ./src/inputs.ts
var src_inputs = __webpack_require__(38422);
// EXTERNAL MODULE: ./src/text/numbers.ts
var text_numbers = __webpack_require__(92613);
;// CONCATENATED MODULE: ./src/result.ts

/** What a run counted, for `judge`. */
function countsOf(tally, policyTally) {
    const { total: mailboxes, unread } = tally;
    return { mailboxes, unread, cancelled: tally.unreadBy('cancelled'), broken: policyTally?.broken ?? [] };
}
const MOST_NAMED = 5;
/** Of a percentage with a fraction, such as 0.1, that no binary number is. */
const ROUNDING = 1e-6;
/** Holds what was counted against what the inputs allow. An unread mailbox is never counted as compliant. */
function judge(counts, { maxUnread, failOn }) {
    const broken = violations(counts, failOn);
    return incomplete(counts, maxUnread, broken) ?? broken ?? { result: 'pass' };
}
function incomplete({ mailboxes, unread, cancelled }, maxUnread, besides) {
    // In whole numbers: 29 % of 100, divided first, is less than 29.
    const isAllowed = maxUnread.kind === 'count' ? unread <= maxUnread.most : unread * 100 <= maxUnread.most * mailboxes + ROUNDING;
    if (isAllowed)
        return undefined;
    const share = `${(0,text_numbers/* count */.U9)(unread)} of ${(0,text_numbers/* count */.U9)(mailboxes)} mailboxes`;
    const found = besides === undefined ? '' : ` Of those that were read: ${besides.message}`;
    if (cancelled > 0) {
        return {
            result: 'incomplete',
            code: 'CANCELLED',
            message: `The run was cancelled: ${share} were not read.${found}`,
            hint: 'What was read stands in the report. Run the workflow again, with a longer timeout-minutes if that ended it.',
            fails: true,
        };
    }
    return {
        result: 'incomplete',
        code: 'INCOMPLETE',
        message: `${share} could not be read; "max-unread" allows ${maxUnreadText(maxUnread)}.${found}`,
        hint: 'Job summary and report page list them by cause, with what to do, where they are on. Mend the list or the access, or raise "max-unread".',
        fails: true,
    };
}
function violations({ broken }, failOn) {
    if (broken.length === 0)
        return undefined;
    const total = broken.reduce((sum, { mailboxes }) => sum + mailboxes, 0);
    const named = broken.slice(0, MOST_NAMED).map(({ rule, mailboxes }) => `${rule} ${(0,text_numbers/* count */.U9)(mailboxes)}`);
    if (broken.length > named.length)
        named.push(`${broken.length - named.length} more`);
    const rules = broken.length === 1 ? 'a rule of the policy does' : `${(0,text_numbers/* count */.U9)(broken.length)} rules of the policy do`;
    return {
        result: 'violations',
        code: 'VIOLATIONS',
        message: `${(0,text_numbers/* counted */.hS)(total, 'violation', 'violations')}: ${rules} not hold (${named.join(', ')}).`,
        hint: 'violations.csv lists them with what was found and what is expected. Mend the mailboxes, change the rule, or add an ' +
            'exemption with an owner and an end.',
        fails: failOn === 'violation',
    };
}
/** As it stands in the input: `10` or `2%`. */
function maxUnreadText({ kind, most }) {
    return kind === 'count' ? String(most) : `${most}%`;
}

// EXTERNAL MODULE: ./src/output/annotations.ts
var annotations = __webpack_require__(3151);
;// CONCATENATED MODULE: ./src/job.ts



/** Says what works but should not stay so, in the log now and in the summary later. */
function warn({ core, warnings }, message, place) {
    warnings.push(message);
    core.warning((0,log/* logText */.k)(message), (0,annotations/* placeProperties */.ty)(place));
}
/** Tells what the run was given, secrets aside. `added`: the reports that only the policy names. */
function tellSettings({ inputs, reports, policy, core }, added) {
    const { tenantId, clientId, credential, authorityHost, graphUrl, mailboxes, maxUnread, failOn, concurrency } = inputs;
    core.startGroup('Settings');
    const settings = {
        'tenant-id': tenantId,
        'client-id': clientId,
        credential: credential.kind,
        'authority-host': authorityHost,
        'graph-url': graphUrl,
        mailboxes: mailboxes.join(', '),
        report: reports.map(({ name }) => name).join(', '),
        ...(policy === undefined ? {} : { policy: policy.file, 'fail-on': failOn }),
        'max-unread': maxUnreadText(maxUnread),
        concurrency: String(concurrency),
    };
    for (const [name, value] of Object.entries(settings))
        core.info((0,log/* logText */.k)(`${name}: ${value}`));
    core.endGroup();
    if (added.length > 0)
        core.info(`Read for the policy, too: ${added.join(', ')}`);
}

// EXTERNAL MODULE: ./src/mailboxes/internal-domains.ts
var internal_domains = __webpack_require__(18207);
;// CONCATENATED MODULE: ./src/mailboxes/number-column.ts
/** Whole numbers by position, four bytes each, outside V8's heap. */
class NumberColumn {
    #numbers = new Uint32Array(1024);
    #length = 0;
    get length() {
        return this.#length;
    }
    add(number) {
        if (this.#length === this.#numbers.length) {
            const larger = new Uint32Array(2 * this.#length);
            larger.set(this.#numbers);
            this.#numbers = larger;
        }
        this.#numbers[this.#length] = number;
        this.#length += 1;
    }
    /** The number at a position from 0, undefined beyond the end. */
    at(position) {
        return position < this.#length ? this.#numbers[position] : undefined;
    }
}

;// CONCATENATED MODULE: ./src/mailboxes/address-bytes.ts

/**
 * Addresses by position, as bytes behind one another. Three hundred thousand strings of their own would live in V8's
 * heap for the whole run, and loading them alone would make it grow for good; a string is made when asked for one.
 */
class AddressBytes {
    #bytes = Buffer.allocUnsafe(64 * 1024);
    /** Where each address ends; the next one begins there. */
    #ends = new NumberColumn();
    get length() {
        return this.#ends.length;
    }
    add(address) {
        const start = this.#startOf(this.length);
        const end = start + Buffer.byteLength(address);
        if (end > this.#bytes.length) {
            const larger = Buffer.allocUnsafe(2 * end);
            this.#bytes.copy(larger);
            this.#bytes = larger;
        }
        this.#bytes.write(address, start);
        this.#ends.add(end);
    }
    /** The address at a position from 0, undefined beyond the end. */
    at(position) {
        const end = this.#ends.at(position);
        return end === undefined ? undefined : this.#bytes.toString('utf8', this.#startOf(position), end);
    }
    #startOf(position) {
        return this.#ends.at(position - 1) ?? 0;
    }
}

;// CONCATENATED MODULE: ./src/mailboxes/address-index.ts
const SMALLEST = 1024;
/**
 * Finds an address that was listed before, without case. A Map keyed by lower-case addresses would for a while take more
 * memory than the list itself; this keeps four bytes a slot, and looks the addresses up where they stand.
 */
class AddressIndex {
    addresses;
    /** Open addressing: position + 1 of an address, 0 for a free slot. At most half of the slots are taken. */
    slots = new Uint32Array(SMALLEST);
    /** @param addresses the list's, to which whoever owns it adds each address right after `claim` found it new */
    constructor(addresses) {
        this.addresses = addresses;
    }
    /** The position at which the address stands already; undefined if it is new, and then it has the list's next position. */
    claim(address) {
        if (this.addresses.length * 2 >= this.slots.length)
            this.grow();
        const folded = address.toLowerCase();
        const slot = this.slotOf(folded);
        const taken = this.slots[slot] ?? 0;
        if (taken !== 0)
            return taken - 1;
        this.slots[slot] = this.addresses.length + 1;
        return undefined;
    }
    /** The slot that holds the address, or the free one where it belongs. */
    slotOf(folded) {
        const mask = this.slots.length - 1;
        for (let slot = hashOf(folded) & mask;; slot = (slot + 1) & mask) {
            const taken = this.slots[slot] ?? 0;
            if (taken === 0 || this.addresses.at(taken - 1)?.toLowerCase() === folded)
                return slot;
        }
    }
    grow() {
        this.slots = new Uint32Array(this.slots.length * 2);
        for (let position = 0; position < this.addresses.length; position += 1) {
            this.slots[this.slotOf(this.addresses.at(position)?.toLowerCase() ?? '')] = position + 1;
        }
    }
}
/** FNV-1a over the text's code units, with its high bits folded in. http://www.isthe.com/chongo/tech/comp/fnv/ */
function hashOf(text) {
    let hash = 0x811c9dc5;
    for (let position = 0; position < text.length; position += 1) {
        hash = Math.imul(hash ^ text.charCodeAt(position), 0x01000193);
    }
    return (hash ^ (hash >>> 15)) >>> 0;
}

// EXTERNAL MODULE: ./src/mailboxes/address.ts
var mailboxes_address = __webpack_require__(16592);
// EXTERNAL MODULE: ./src/text/display.ts
var display = __webpack_require__(24745);
;// CONCATENATED MODULE: ./src/mailboxes/malformed-addresses.ts


const LINES_SHOWN = 10;
/** The entries of one file that are no addresses. All are looked for before the error, so that one go mends the file. */
class MalformedAddresses {
    first;
    otherLines = [];
    others = 0;
    add(text, line) {
        if (this.first === undefined) {
            this.first = { text, line };
            return;
        }
        this.others += 1;
        if (this.otherLines.length < LINES_SHOWN)
            this.otherLines.push(line);
    }
    /** Throws a UserError `ADDRESS_MALFORMED` that stands at the first and counts the rest, if there is one. */
    throwIfAny(file) {
        if (this.first === undefined)
            return;
        const { text, line } = this.first;
        const what = text === '' ? 'the address is missing' : `${quoted(text)} is no mailbox address`;
        throw new errors/* UserError */.yo('ADDRESS_MALFORMED', `${file}, line ${line}: ${what}.${this.rest()}`, {
            hint: 'Correct these lines or take them out. Each entry is one user principal name or mail address, such as adele@contoso.com; a table belongs in a .csv file.',
            place: { file, line },
        });
    }
    rest() {
        if (this.others === 0)
            return '';
        const lines = this.otherLines.join(', ');
        const noun = this.others === 1 ? 'line' : 'lines';
        return ` ${this.others} more on ${noun} ${lines}${this.others > this.otherLines.length ? ' and further down' : ''}.`;
    }
}
/** What may name somebody is not repeated in a log or a summary that must name nobody: file and line tell where it is. */
function quoted(text) {
    return text.includes('@') ? 'the text there' : (0,display/* shownText */.f$)(text);
}

;// CONCATENATED MODULE: ./src/mailboxes/collected-list.ts





const DUPLICATES_KEPT = 10;
/** Gathers mailboxes file by file, each address once. */
class MailboxCollector {
    addresses = new AddressBytes();
    lines = new NumberColumn();
    files = [];
    index = new AddressIndex(this.addresses);
    duplicates = [];
    duplicateCount = 0;
    /**
     * Takes in one file: `read` calls back with each text that stands for an address, '' where one is missing. Throws a
     * UserError `ADDRESS_MALFORMED` when one is no address.
     */
    addFile(file, read) {
        this.files.push({ file, start: this.addresses.length });
        const malformed = new MalformedAddresses();
        read((text, line) => {
            const address = text.trim();
            if ((0,mailboxes_address/* isAddress */.P)(address))
                this.add(address, line);
            else
                malformed.add(address, line);
        });
        malformed.throwIfAny(file);
    }
    finish() {
        return new CollectedList({ addresses: this.addresses, lines: this.lines, files: this.files }, { count: this.duplicateCount, first: this.duplicates });
    }
    add(address, line) {
        const earlier = this.index.claim(address);
        if (earlier !== undefined) {
            this.addDuplicate(address, line, earlier);
            return;
        }
        this.addresses.add(address);
        this.lines.add(line);
    }
    addDuplicate(address, line, earlier) {
        this.duplicateCount += 1;
        if (this.duplicates.length === DUPLICATES_KEPT)
            return;
        this.duplicates.push({
            mailbox: { address, file: this.files.at(-1)?.file ?? '', line },
            firstAt: {
                address: this.addresses.at(earlier) ?? '',
                file: fileAt(this.files, earlier),
                line: this.lines.at(earlier) ?? 0,
            },
        });
    }
}
function fileAt(files, position) {
    return files.findLast(({ start }) => start <= position)?.file ?? '';
}
class CollectedList {
    length;
    duplicateCount;
    duplicates;
    files;
    columns;
    constructor(columns, duplicates) {
        this.columns = columns;
        this.length = columns.addresses.length;
        this.files = columns.files.map(({ file }) => file);
        this.duplicateCount = duplicates.count;
        this.duplicates = duplicates.first;
    }
    at(position) {
        const { addresses, lines, files } = this.columns;
        const address = addresses.at(position);
        const line = lines.at(position);
        if (address === undefined || line === undefined) {
            throw new RangeError(`The list has ${this.length} mailboxes, and none at position ${position}.`);
        }
        return { address, file: fileAt(files, position), line };
    }
}

// EXTERNAL MODULE: ./src/mailboxes/find-files.ts + 1 modules
var find_files = __webpack_require__(25821);
// EXTERNAL MODULE: ./src/mailboxes/list-file.ts + 5 modules
var list_file = __webpack_require__(34226);
;// CONCATENATED MODULE: ./src/mailboxes/list.ts



/**
 * Reads the mailbox lists of a repository into one, in order and each address once. Throws a UserError, whose code says
 * what is to mend: `LIST_NOT_FOUND`, `LIST_OUTSIDE_WORKSPACE`, `LIST_IS_DIRECTORY`, `LIST_UNREADABLE`, `LIST_FORMAT`,
 * `LIST_ENCODING`, `LIST_MALFORMED`, `LIST_NO_COLUMN`, `ADDRESS_MALFORMED`, `LIST_EMPTY`.
 */
async function readMailboxLists({ patterns, workspace, column }) {
    const files = await (0,find_files/* findListFiles */.l)(patterns, workspace);
    const readable = files.map((listed) => ({ listed, reader: (0,list_file/* readerFor */.d2)(listed) }));
    const collector = new MailboxCollector();
    for (const { listed, reader } of readable) {
        const { file } = listed;
        const text = await (0,list_file/* listText */.so)(listed);
        collector.addFile(file, (found) => {
            reader(text, { file, column }, found);
        });
    }
    const list = collector.finish();
    if (list.length === 0)
        throw (0,list_file/* emptyError */.CA)(list.files);
    return list;
}

;// CONCATENATED MODULE: ./src/outputs.ts
/** Sets outputs as soon as they are known, so that a step that fails later has them all the same. */
function setOutputs(core, outputs) {
    for (const [name, value] of Object.entries(outputs))
        core.setOutput(name, value);
}
/** What the outputs tell of an uploaded artifact. */
function artifactOutputs({ id, url, digest }) {
    return { 'artifact-id': id, 'artifact-url': url, 'artifact-digest': digest };
}

// EXTERNAL MODULE: ./node_modules/jose/dist/webapi/util/decode_jwt.js
var decode_jwt = __webpack_require__(77961);
// EXTERNAL MODULE: ./src/output/artifact-client.ts
var artifact_client = __webpack_require__(58715);
;// CONCATENATED MODULE: ./src/output/artifact-errors.ts

/** GitHub Enterprise Server has no service for this generation of artifacts. */
function enterpriseServerError(server) {
    return new errors/* UserError */.yo('ARTIFACT_GHES', `${server} is a GitHub Enterprise Server, to which this action cannot upload.`, {
        hint: [
            'The report is written all the same. Set "artifact-name: \'\'" on this step, give it an id, and upload its folder in the next:',
            '- uses: actions/upload-artifact@v3',
            '  if: always()',
            '  with:',
            '    name: mailbox-report',
            '    path: ${{ steps.<id>.outputs.output-directory }}',
        ].join('\n'),
    });
}
function unavailableError(missing) {
    return new errors/* UserError */.yo('ARTIFACT_UNAVAILABLE', `${missing} is not set: this does not run as an action inside a workflow, so there is nowhere to upload to.`, { hint: 'Run it as a step with "uses:", or set "artifact-name" to an empty text; the report stays on disk.' });
}
function nameTakenError(name, cause) {
    return new errors/* UserError */.yo('ARTIFACT_NAME_TAKEN', `This workflow run has an artifact named "${name}" already.`, {
        hint: 'Where this action runs twice in one workflow, in two steps or in the jobs of a matrix, set "artifact-name" to ' +
            'another name for each.',
        cause,
    });
}
function uploadError(name, place, cause) {
    return new errors/* UserError */.yo('ARTIFACT_FAILED', `The artifact "${name}" could not be uploaded: ${(0,errors/* describeError */.Uc)(cause)}`, {
        hint: `The report was written: ${place} on this runner. Run the workflow again; where it fails again, upload ` +
            '"output-directory" with a step of your own, and look at https://www.githubstatus.com.',
        cause,
    });
}

;// CONCATENATED MODULE: ./src/output/artifact.ts




/**
 * Uploads the files of a report as an artifact of this workflow run. A later attempt of the run replaces what an earlier
 * one uploaded under the name. Throws a UserError: `ARTIFACT_GHES`, `ARTIFACT_UNAVAILABLE`, `ARTIFACT_NAME_TAKEN`, or
 * `ARTIFACT_FAILED` for all else, an aborted signal included. After an abort the client may still hold sockets: the
 * process ends by exiting, not by running dry.
 */
async function uploadReport(options) {
    const { name, place, env, signal, loadClient = artifact_client/* loadArtifactClient */.A } = options;
    const server = env.GITHUB_SERVER_URL ?? 'https://github.com';
    if (isEnterpriseServer(server))
        throw enterpriseServerError(server);
    const missing = ['ACTIONS_RUNTIME_TOKEN', 'ACTIONS_RESULTS_URL'].find((variable) => (env[variable] ?? '') === '');
    if (missing !== undefined)
        throw unavailableError(missing);
    try {
        const { id, digest, replaced } = await unlessAborted(signal, async () => {
            const client = await loadClient();
            return uploadOrReplace(client, options);
        });
        if (id === undefined)
            throw new Error('the service gave no artifact id');
        return {
            id,
            url: `${server}/${env.GITHUB_REPOSITORY ?? ''}/actions/runs/${env.GITHUB_RUN_ID ?? ''}/artifacts/${id}`,
            digest: digest ?? '',
            replaced,
        };
    }
    catch (error) {
        throw error instanceof errors/* UserError */.yo ? error : uploadError(name, place, error);
    }
}
async function uploadOrReplace(client, options) {
    const { name, signal } = options;
    let earlier;
    try {
        return await upload(client, options);
    }
    catch (error) {
        if (!isNameTaken(error))
            throw error;
        signal.throwIfAborted();
        earlier = await fromEarlierAttempt(client, options);
        if (earlier === undefined)
            throw nameTakenError(name, error);
    }
    signal.throwIfAborted();
    await client.deleteArtifact(name);
    signal.throwIfAborted();
    try {
        return { ...(await upload(client, options)), replaced: earlier };
    }
    catch (error) {
        // Another job of this attempt was faster.
        throw isNameTaken(error) ? nameTakenError(name, error) : error;
    }
}
function upload(client, { name, files, rootDirectory, retentionDays, unzipped = false }) {
    return client.uploadArtifact(name, [...files], rootDirectory, {
        ...(retentionDays === undefined ? {} : { retentionDays }),
        ...(unzipped ? { skipArchive: true } : {}),
    });
}
/** As the client judges it, which refuses to work there: anything but github.com, ghe.com and *.localhost. */
function isEnterpriseServer(server) {
    const host = URL.parse(server)?.hostname.toLowerCase();
    return host !== undefined && host !== 'github.com' && !host.endsWith('.ghe.com') && !host.endsWith('.localhost');
}
/** The client passes the service's status on in a message only. */
function isNameTaken(error) {
    return /\(409\)|artifact with this name already exists/i.test((0,errors/* describeError */.Uc)(error));
}
/**
 * When the namesake was made, if that was in an earlier attempt of the run. One that was made since this job got its token
 * is of this very attempt, and the first attempt has none before it. A job of this attempt that ended before this one
 * began cannot be told from an earlier attempt's, which is why whoever replaces says so. One that the service does not
 * list was begun and never finished: it cannot be deleted.
 */
async function fromEarlierAttempt(client, { name, env }) {
    if (!(Number(env.GITHUB_RUN_ATTEMPT) > 1))
        return undefined;
    const { artifacts } = await client.listArtifacts();
    const namesakes = artifacts.filter((artifact) => artifact.name === name);
    const jobStart = issuedAt(env.ACTIONS_RUNTIME_TOKEN ?? '');
    const made = namesakes.map(({ createdAt }) => createdAt ?? new Date(0));
    return made.every((time) => time.getTime() < jobStart) ? made[0] : undefined;
}
/** When the token of the job was issued, in epoch ms; Infinity where it does not say. */
function issuedAt(token) {
    try {
        const { iat, nbf } = (0,decode_jwt/* decodeJwt */.i)(token);
        return (iat ?? nbf ?? Infinity) * 1000;
    }
    catch {
        return Infinity;
    }
}
async function unlessAborted(signal, work) {
    signal.throwIfAborted();
    let abort = () => undefined;
    const aborted = new Promise((_, reject) => {
        abort = () => {
            reject(signal.reason instanceof Error ? signal.reason : new Error('the upload was given up'));
        };
        signal.addEventListener('abort', abort, { once: true });
    });
    try {
        return await Promise.race([work(), aborted]);
    }
    finally {
        signal.removeEventListener('abort', abort);
    }
}

// EXTERNAL MODULE: external "node:path"
var external_node_path_ = __webpack_require__(76760);
var external_node_path_default = /*#__PURE__*/__webpack_require__.n(external_node_path_);
// EXTERNAL MODULE: ./src/auth/clouds.ts
var clouds = __webpack_require__(56910);
;// CONCATENATED MODULE: ./src/output/page/report-page.ts






/**
 * Writes the report page of a run, in place of one that stands there. Gives its path; undefined where none is asked for, or
 * where it could not be drawn, which is said and fails nothing: the report comes first. A disk that fails is an error of
 * the run, and given back.
 */
async function writeReportPage(job, { page, tally }, summary) {
    if (page === undefined)
        return undefined;
    const { inputs, env, started, loadPageAssets } = job;
    const commit = commitPage(env);
    const facts = { summary, tally, when: started, cloud: cloudText(inputs), csvBom: inputs.csvBom };
    try {
        // Drawing takes a while to load, and a run without a page does without.
        const { writePage } = await Promise.all(/* import() */[__webpack_require__.e(972), __webpack_require__.e(482)]).then(__webpack_require__.bind(__webpack_require__, 46482));
        await writePage(page, { ...facts, ...(commit === undefined ? {} : { commit }) }, await loadPageAssets());
        return page.path;
    }
    catch (error) {
        if (error instanceof errors/* UserError */.yo)
            return error;
        warn(job, `The report page could not be written: ${(0,errors/* describeError */.Uc)(error)}. This is a bug in Mailbox Report.`);
        if (error instanceof Error && error.stack !== undefined)
            job.core.debug((0,log/* logText */.k)(error.stack));
        return undefined;
    }
}
/**
 * Uploads the page once more, as an artifact of its own that a browser opens from its link. It stands in the other
 * artifact too: where it cannot be uploaded by itself, that is said and fails nothing.
 */
async function uploadPage(job, { folder, place }, page) {
    const { inputs, env, deadline: signal, loadArtifactClient: loadClient } = job;
    const { retentionDays } = inputs;
    const name = external_node_path_default().basename(page);
    try {
        const options = { name, files: [page], rootDirectory: folder, place, retentionDays, env, signal, loadClient };
        return { name, ...(await uploadReport({ ...options, unzipped: true })) };
    }
    catch (error) {
        if (!(error instanceof errors/* UserError */.yo))
            throw error;
        warn(job, `The report page can be opened from the artifact with all files alone: ${error.message}`);
        return undefined;
    }
}
/** The cloud by its name, with the address of Graph where that is another. */
function cloudText({ cloud, graphUrl }) {
    return graphUrl === clouds/* clouds */.P[cloud].graphUrl ? cloud : `${cloud}, ${graphUrl}`;
}
/** The commit that the lists and the policy are of, and its page; undefined outside a workflow. */
function commitPage({ GITHUB_SERVER_URL: server, GITHUB_REPOSITORY: repository, GITHUB_SHA: sha }) {
    return server && repository && sha ? { sha, url: `${server}/${repository}/commit/${sha}` } : undefined;
}

// EXTERNAL MODULE: ./src/output/summary/step-summary.ts
var step_summary = __webpack_require__(23535);
// EXTERNAL MODULE: ./src/output/summary/markdown.ts
var markdown = __webpack_require__(72777);
// EXTERNAL MODULE: ./src/output/result-sentence.ts
var result_sentence = __webpack_require__(94436);
// EXTERNAL MODULE: ./src/output/some-names.ts
var some_names = __webpack_require__(92256);
;// CONCATENATED MODULE: ./src/output/summary/mermaid.ts


const LONGEST_LABEL = 40;
const NOT_SET = '(not set)';
const NOT_SHOWN = '(not shown)';
const OTHERS = 'all others';
/** Letters and digits, and the few marks that names need and no syntax here knows; among letters some show nothing. */
const UNSAFE = /[^\p{L}\p{M}\p{N} ()+,./:_’–…-]|\p{Default_Ignorable_Code_Point}/gu;
/**
 * Foreign text for a quoted label of a Mermaid chart, in a fence of Markdown. Those quotes know no escape, and Mermaid
 * decodes entities and takes comments and directives before it sees a quote: so all but plain characters become blanks.
 * At most 40 characters, never empty; different texts may become the same label.
 */
function mermaidLabel(text) {
    if (text.trim() === '')
        return NOT_SET;
    const plain = text.toWellFormed().replaceAll('&', ' and ').replaceAll("'", '’').replace(UNSAFE, ' ');
    const label = plain.replace(/ +/g, ' ').trim();
    return /[\p{L}\p{N}]/u.test(label) ? (0,display/* shortenedInside */.DA)(label, LONGEST_LABEL) : NOT_SHOWN;
}
/**
 * The most frequent values, at most `most` of them, and the rest as one. Values whose labels are the same are added
 * together: Mermaid would drop one of them. `other` are those that are not among the values.
 */
function slicesOf(values, other, most) {
    const labelled = added(values.map(({ value, count: number }) => ({ label: mermaidLabel(value), count: number })));
    const sorted = labelled.toSorted((one, another) => another.count - one.count);
    const rest = sorted.slice(most).reduce((sum, slice) => sum + slice.count, other);
    const shown = sorted.slice(0, most);
    return rest === 0 ? shown : added([...shown, { label: OTHERS, count: rest }]);
}
/** A pie with numbers. The title is written as it is. */
function pieChart(title, slices) {
    return fenced([
        ...pieSettings(),
        `pie showData title ${title}`,
        ...slices.map(({ label, count: number }) => `  "${label}" : ${number}`),
    ]);
}
/** On white and on black: between the colours of either theme and its ground there is next to no contrast. */
const PIE_COLOURS = [
    ...['#0969da', '#bc4c00', '#8250df', '#1a7f37', '#bf3989', '#1b7c83'],
    ...['#9a6700', '#59636e', '#cf222e', '#4d2d00', '#3e1f79', '#953800'],
];
function pieSettings() {
    return configured([
        '  themeVariables:',
        ...PIE_COLOURS.map((colour, at) => `    pie${at + 1}: "${colour}"`),
        '    pieOpacity: "1"',
        '    pieSectionTextColor: "#ffffff"',
        '    pieStrokeColor: "#8b949e"',
        '    pieOuterStrokeColor: "#8b949e"',
    ]);
}
/** Horizontal bars from nought, with their numbers in the labels. The title and the unit are written as they are. */
function barChart(title, unit, slices) {
    const labels = slices.map(({ label, count: number }) => `"${label}: ${(0,text_numbers/* count */.U9)(number)}"`);
    const numbers = slices.map((slice) => slice.count);
    return fenced([
        ...barSettings(slices.length),
        'xychart-beta horizontal',
        `  title "${title}"`,
        `  x-axis [${labels.join(', ')}]`,
        `  y-axis "${unit}" 0 --> ${Math.max(1, ...numbers)}`,
        `  bar [${numbers.join(', ')}]`,
    ]);
}
/**
 * As high as the bars need, in a colour that shows on white and on black. Mermaid leaves out all labels where one finds no
 * room, so they may take most of the width; it draws long numbers of the axis over each other, so the axis has none.
 */
function barSettings(bars) {
    return configured([
        '  xyChart:',
        '    width: 900',
        `    height: ${90 + 32 * bars}`,
        '    plotReservedSpacePercent: 30',
        '    yAxis:',
        '      showLabel: false',
        '      showTick: false',
        '  themeVariables:',
        '    xyChart:',
        '      plotColorPalette: "#4493f8"',
    ]);
}
/** What stands before a chart. https://mermaid.js.org/config/configuration.html#frontmatter-config */
function configured(lines) {
    return ['---', 'config:', ...lines, '---'];
}
function added(slices) {
    const sums = new Map();
    for (const { label, count: number } of slices)
        sums.set(label, (sums.get(label) ?? 0) + number);
    return [...sums].map(([label, number]) => ({ label, count: number }));
}
function fenced(lines) {
    return `\`\`\`mermaid\n${lines.join('\n')}\n\`\`\`\n\n`;
}

// EXTERNAL MODULE: ./src/output/summary/distributions.ts
var distributions = __webpack_require__(14885);
;// CONCATENATED MODULE: ./src/output/summary/charts.ts


/** How many values a chart shows; the others are one. */
const MOST_SLICES = 10;
/** Automatic replies as a pie and time zones as bars, each where a report has them. Mermaid in Markdown, or ''. */
function chartSections(reports) {
    return [
        chart(reports, 'AutomaticReplyStatus', (slices) => pieChart('Automatic replies', slices)),
        chart(reports, 'TimeZone', (slices) => barChart('Time zones', 'Mailboxes', slices)),
    ].join('');
}
function chart(reports, column, draw) {
    const distribution = (0,distributions/* firstDistribution */.pb)(reports, column);
    if (distribution === undefined)
        return '';
    const slices = slicesOf(distribution.values, distribution.other, MOST_SLICES);
    // Where all mailboxes have the same value, the table says so in a row.
    return slices.length < 2 ? '' : draw(slices);
}

// EXTERNAL MODULE: ./src/output/summary/policy.ts
var summary_policy = __webpack_require__(65338);
// EXTERNAL MODULE: ./src/output/unread-hints.ts
var unread_hints = __webpack_require__(67189);
;// CONCATENATED MODULE: ./src/output/summary/unread.ts



/** The unread mailboxes by cause, with what to do about each; at most `most` of a cause are listed. Markdown, or ''. */
function unreadSection(tally, detail, most) {
    const { causes } = tally;
    if (causes.length === 0)
        return '';
    return `### Not read\n\n${causes.map((status) => cause(status, tally, detail, most)).join('')}`;
}
function cause(status, tally, detail, most) {
    const total = tally.unreadBy(status);
    const start = `**${status}: ${(0,text_numbers/* counted */.hS)(total, 'mailbox', 'mailboxes')}.** ${(0,markdown/* markdownText */.p7)(unread_hints/* REMEDIES */.l[status])}\n\n`;
    if (detail === 'counts')
        return start;
    const listed = tally.unreadMailboxes(status).slice(0, most);
    const hidden = total - listed.length;
    const more = hidden === 0 ? '' : `and ${(0,text_numbers/* count */.U9)(hidden)} more: see the CSV\n\n`;
    if (listed.length === 0)
        return start + more;
    const table = (0,markdown/* markdownTable */.Qj)(['Mailbox', 'Listed at', 'Error'], listed.map(mailboxRow), false);
    return start + (0,markdown/* folded */.TM)((0,text_numbers/* counted */.hS)(listed.length, 'mailbox', 'mailboxes'), table + more);
}
function mailboxRow({ address, file, line, error }) {
    return [(0,markdown/* markdownCode */.D9)(address), (0,markdown/* markdownText */.p7)(`${file}, line ${line}`, 300), (0,markdown/* markdownText */.p7)(error)];
}

;// CONCATENATED MODULE: ./src/output/summary/summary.ts









/** GitHub drops a summary of more than 1 MiB a step; the rest is left to what others write in the same step. */
const MOST_SUMMARY_BYTES = 900 * 1024;
const MOST_LISTED = 1_000;
/**
 * The job summary in GitHub's Markdown, under 900 KiB of UTF-8 whatever the tenant: lists of mailboxes and exemptions are
 * halved until it fits, and say how many more there are. Where even that is too much, sections that do not fit are left
 * out.
 */
function summaryMarkdown(facts, tally, detail) {
    for (let most = MOST_LISTED; most > 0; most = Math.floor(most / 2)) {
        const summary = sections(facts, tally, detail, most).join('');
        if (Buffer.byteLength(summary) < MOST_SUMMARY_BYTES)
            return summary;
    }
    return fitting(sections(facts, tally, detail, 0));
}
/** Each is complete by itself. Lists have at most `most` entries. */
function sections(facts, tally, detail, most) {
    const { policy, reports } = facts;
    return [
        heading(facts),
        counts(facts),
        policy === undefined ? '' : (0,summary_policy/* policySection */.U4)(policy, detail, most),
        certificate(facts),
        warnings(facts),
        unreadSection(tally, detail, most),
        chartSections(reports),
        (0,distributions/* distributionSections */.pH)(reports),
        circumstances(facts),
        links(facts),
    ];
}
/** In their order, those that there is still room for. */
function fitting(all) {
    let left = MOST_SUMMARY_BYTES - 1;
    const fits = all.filter((section) => {
        const bytes = Buffer.byteLength(section);
        if (bytes > left)
            return false;
        left -= bytes;
        return true;
    });
    return fits.join('');
}
/** The summary where nothing could be read: what is wrong, and what to change. */
function errorSummary(error) {
    const { code, message, hint } = error;
    return `## Mailbox Report: error\n\n**${(0,markdown/* markdownCode */.D9)(code)}:** ${(0,markdown/* markdownText */.p7)(message)}\n\n${(0,markdown/* markdownText */.p7)(hint)}\n`;
}
function heading(facts) {
    const { result, cancelled, message, hint, page } = facts;
    const sentence = (0,markdown/* markdownText */.p7)((0,result_sentence/* resultSentence */.b)(facts));
    return [
        `## Mailbox Report: ${result}${cancelled ? ' (cancelled)' : ''}\n\n`,
        `${message === '' ? sentence : `**${sentence}**`}\n\n`,
        hint === '' ? '' : `${(0,markdown/* markdownText */.p7)(hint)}\n\n`,
        page === undefined
            ? ''
            : `**${(0,markdown/* markdownLink */.iQ)('Open the report page', page.url)}**: every mailbox, to sort, filter and search.\n\n`,
    ].join('');
}
function counts(facts) {
    const { mailboxCount, readCount, unreadCount, duplicateCount, reports, policy } = facts;
    const [away] = reports.flatMap((report) => report.away ?? []);
    const [on] = reports.flatMap((report) => report.repliesOn ?? []);
    const told = [
        ['Mailboxes', mailboxCount],
        ['Read', readCount],
        ['Not read', unreadCount],
        ['Repeated in the list', duplicateCount === 0 ? undefined : duplicateCount],
        ['Away now', readCount === 0 ? undefined : away],
        ['Replies on or scheduled', readCount === 0 ? undefined : on],
        ['Violations', policy?.tally.violationCount],
        ['Warnings', policy?.tally.warningCount],
        ['Exempt', policy?.tally.exemptCount],
    ];
    const known = told.flatMap(([heading, number]) => (number === undefined ? [] : [[heading, (0,text_numbers/* count */.U9)(number)]]));
    const table = (0,markdown/* markdownTable */.Qj)(known.map(([heading]) => heading), [known.map(([, number]) => number)]);
    return table + reportsTable(facts);
}
/** One report of a row a mailbox is told by the counts above. */
function reportsTable({ reports }) {
    if (reports.length === 1 && reports.every(({ found, read }) => found === read))
        return '';
    const rows = reports
        .slice(0, some_names/* MOST_NAMES */.n)
        .map(({ name, found, read, unread }) => [(0,markdown/* markdownText */.p7)(name, 100), ...[found, read, unread].map(text_numbers/* count */.U9)]);
    if (reports.length > rows.length)
        rows.push([`and ${(0,text_numbers/* count */.U9)(reports.length - rows.length)} more`, '', '', '']);
    return (0,markdown/* markdownTable */.Qj)(['Report', 'Rows', 'Mailboxes read', 'Not read'], rows);
}
function certificate({ certificate }) {
    if (certificate === undefined)
        return '';
    const { expiresOn, daysLeft, thumbprint } = certificate;
    const left = `${(0,text_numbers/* counted */.hS)(daysLeft, 'day', 'days')} left`;
    const until = `until ${expiresOn.toISOString().slice(0, 10)}`;
    // What to do about one that ends soon stands in the warning.
    const told = `Certificate ${(0,markdown/* markdownCode */.D9)(thumbprint)}: ${left}, ${until}.`;
    return daysLeft > sign_in/* RENEWAL_DAYS */.lp ? `${told}\n\n` : `**${told}**\n\n`;
}
function warnings({ warnings }) {
    const shown = warnings.slice(0, some_names/* MOST_NAMES */.n).map((warning) => `- Warning: ${(0,markdown/* markdownText */.p7)(warning, 500)}\n`);
    if (warnings.length > shown.length)
        shown.push(`- and ${(0,text_numbers/* count */.U9)(warnings.length - shown.length)} more: see the log\n`);
    return shown.length === 0 ? '' : `${shown.join('')}\n`;
}
function circumstances({ durationMs, throttling, readCount, unreadCount }) {
    const { waits, waitedMs, refused } = throttling;
    const asked = readCount + unreadCount;
    const rate = durationMs > 0 && asked > 0 ? `, ${(0,text_numbers/* count */.U9)((asked * 1000) / durationMs)} mailboxes a second` : '';
    const throttled = waits === 0 && refused === 0
        ? 'No throttling.'
        : `Throttling: ${(0,text_numbers/* counted */.hS)(waits, 'wait', 'waits')}, ${(0,text_numbers/* duration */.p0)(waitedMs)} in all; ${(0,text_numbers/* counted */.hS)(refused, 'request', 'requests')} refused.`;
    return `### Run\n\n${(0,text_numbers/* duration */.p0)(durationMs)}${rate}. ${throttled}\n\n`;
}
function links({ artifact, place, listFiles, reports, runUrl }) {
    const shown = (name) => (0,markdown/* markdownText */.p7)(name, 300);
    const names = reports.map(({ name }) => name);
    return [
        artifact === undefined
            ? `- Nothing was uploaded. On the runner: ${(0,markdown/* markdownCode */.D9)(place)}\n`
            : `- Artifact: ${(0,markdown/* markdownLink */.iQ)(artifact.name, artifact.url)}\n`,
        `- Reports: ${(0,some_names/* someNames */.X)(names, shown)}\n`,
        `- Mailbox lists: ${(0,some_names/* someNames */.X)(listFiles, shown)}\n`,
        runUrl === undefined ? '' : `- ${(0,markdown/* markdownLink */.iQ)('This run', runUrl)}\n`,
    ].join('');
}

;// CONCATENATED MODULE: ./src/output/deliver.ts











/** Uploads, summarises and says what came of it; the step fails last. */
async function deliver(job, delivery) {
    try {
        await publish(job, delivery);
    }
    finally {
        // What failed there has been told.
        await Promise.allSettled([delivery.page?.discard()]);
    }
}
async function publish(job, delivery) {
    const { core, env, inputs, now, started } = job;
    const { outcome, tally, policyTally, place } = delivery;
    const detail = inputs.summary === 'full' ? 'full' : 'counts';
    const durationMs = now() - started;
    core.info((0,log/* logText */.k)(`Read ${(0,text_numbers/* count */.U9)(tally.read)} of ${(0,text_numbers/* counted */.hS)(tally.total, 'mailbox', 'mailboxes')} in ${(0,text_numbers/* duration */.p0)(durationMs)}: ${place}`));
    const unfailing = errorOf(outcome) === undefined ? told(outcome) : undefined;
    if (unfailing !== undefined)
        (0,annotations/* annotateWarning */.tf)(core, unfailing);
    const failing = outcome.result === 'violations' && outcome.fails;
    // GitHub shows the first ten: what was said before counts, and of the unread one at least must have room.
    const repeated = delivery.mailboxes.duplicateCount > 0 ? 1 : 0;
    const before = job.warnings.length + repeated + (unfailing === undefined ? 0 : 1);
    const kept = tally.unread > 0 ? 1 : 0;
    const { warnings, marked } = policyTally === undefined
        ? { warnings: 0, marked: 0 }
        : (0,annotations/* annotateFindings */.dv)(core, policyTally, {
            detail,
            failing,
            warned: before + kept,
            most: annotations/* MOST_MARKED */.f_ - repeated - kept,
        });
    (0,annotations/* annotateUnread */.qZ)(core, tally, { detail, warned: before + warnings, marked: repeated + marked });
    const ending = { result: outcome.result, told: told(outcome), artifact: undefined, durationMs };
    const page = await writeReportPage(job, delivery, factsOf(job, delivery, ending));
    const files = typeof page === 'string' ? [...delivery.files, page] : delivery.files;
    const uploaded = await deliver_upload(job, delivery, files);
    // The report that was promised is not where people look for it: that outweighs what it would have said.
    const undelivered = [uploaded, page].find((one) => one instanceof errors/* UserError */.yo);
    const failure = undelivered ?? errorOf(outcome);
    const result = undelivered === undefined ? outcome.result : 'error';
    const artifact = uploaded instanceof errors/* UserError */.yo ? undefined : uploaded;
    setOutputs(core, { result, ...(artifact === undefined ? {} : artifactOutputs(artifact)) });
    if (uploaded instanceof errors/* UserError */.yo && typeof page === 'string') {
        // It stays on the runner, where it must not tell otherwise.
        const facts = factsOf(job, delivery, { result, told: uploaded, artifact: undefined, durationMs });
        await writeReportPage(job, delivery, facts);
    }
    const pageArtifact = artifact === undefined || typeof page !== 'string' ? undefined : await uploadPage(job, delivery, page);
    if (inputs.summary !== 'none') {
        const facts = factsOf(job, delivery, {
            result,
            told: failure ?? told(outcome),
            artifact,
            page: pageArtifact,
            durationMs,
        });
        await (0,step_summary/* writeStepSummary */.o)(core, env, summaryMarkdown(facts, tally, detail));
    }
    if (failure === undefined)
        return;
    process.exitCode = 1;
    (0,annotations/* annotateError */.TF)(core, failure);
}
/** Undefined where nothing is to be uploaded, and the error where it failed: the summary is still to be written. */
async function deliver_upload(job, { folder, place }, files) {
    const { inputs, env, core, deadline: signal, loadArtifactClient: loadClient } = job;
    const { artifactName: name, retentionDays } = inputs;
    if (name === undefined)
        return undefined;
    core.startGroup((0,log/* logText */.k)(`Uploading the artifact ${name}`));
    try {
        const options = { name, files, rootDirectory: folder, place, retentionDays, env, signal, loadClient };
        const artifact = await uploadReport(options);
        if (artifact.replaced !== undefined) {
            core.notice((0,log/* logText */.k)(`The artifact "${name}" takes the place of the one that was made at ${artifact.replaced.toISOString()}, in an ` +
                'earlier attempt of this run. Where it was made by another job of this attempt, give each an "artifact-name".'), { title: 'Artifact replaced' });
        }
        return { name, ...artifact };
    }
    catch (error) {
        if (error instanceof errors/* UserError */.yo)
            return error;
        throw error;
    }
    finally {
        core.endGroup();
    }
}
function factsOf(job, delivery, { result, told: said, artifact, page, durationMs }) {
    const { inputs, env, now, signal, warnings, policy } = job;
    const { certificate, mailboxes, pace, tally, policyTally, judge, reports, place } = delivery;
    const runUrl = runPage(env);
    return {
        result,
        message: said?.message ?? '',
        hint: said?.hint ?? '',
        ...(policy === undefined || policyTally === undefined
            ? {}
            : { policy: { file: policy.file, tally: policyTally, exemptions: judge?.exemptions.uses ?? [] } }),
        reports,
        mailboxCount: tally.total,
        readCount: tally.read,
        unreadCount: tally.unread,
        duplicateCount: mailboxes.duplicateCount,
        maxUnread: maxUnreadText(inputs.maxUnread),
        cancelled: signal.aborted,
        durationMs,
        throttling: pace.throttling,
        place,
        listFiles: mailboxes.files,
        warnings,
        ...(certificate === undefined ? {} : { certificate: certificateFacts(certificate, now()) }),
        ...(artifact === undefined ? {} : { artifact }),
        ...(page === undefined ? {} : { page }),
        ...(runUrl === undefined ? {} : { runUrl }),
    };
}
function certificateFacts(certificate, now) {
    const { notAfter: expiresOn, thumbprint } = certificate;
    return { expiresOn, daysLeft: (0,sign_in/* daysLeft */.H_)(certificate, now), thumbprint };
}
/** The page of this run, where it is one of a workflow. */
function runPage({ GITHUB_SERVER_URL: server, GITHUB_REPOSITORY: repository, GITHUB_RUN_ID: id }) {
    return server && repository && id ? `${server}/${repository}/actions/runs/${id}` : undefined;
}
function errorOf(outcome) {
    return outcome.result !== 'pass' && outcome.fails ? told(outcome) : undefined;
}
/** What there is to say of an outcome, whether the step fails of it or not. */
function told(outcome) {
    if (outcome.result === 'pass')
        return undefined;
    return new errors/* UserError */.yo(outcome.code, outcome.message, { hint: outcome.hint });
}
/** Says why the step failed before there was anything to publish. */
async function fail(error, env, { core }) {
    process.exitCode = 1;
    setOutputs(core, { result: 'error' });
    (0,annotations/* annotateError */.TF)(core, error);
    if (env.INPUT_SUMMARY?.trim().toLowerCase() === 'none')
        return;
    const bug = { code: 'UNEXPECTED', hint: 'This is a bug in Mailbox Report: please report it.' };
    const told = error instanceof errors/* UserError */.yo ? error : { ...bug, message: (0,errors/* describeError */.Uc)(error) };
    await (0,step_summary/* writeStepSummary */.o)(core, env, errorSummary(told));
}

// EXTERNAL MODULE: ./src/reports/definition.ts
var reports_definition = __webpack_require__(54530);
;// CONCATENATED MODULE: ./src/reports/row.ts
/** Converts a query result to rows. A mailbox without items, or one that could not be read, has one blank row. */
function rowsOf(mailbox, result, definition) {
    if (result.status !== 'ok')
        return [blankRow(mailbox, definition, result)];
    const [first, ...others] = result.value.map(({ cells, partial }) => {
        return { mailbox, status: 'ok', error: '', content: partial ? 'partial' : 'whole', cells };
    });
    return first === undefined ? [blankRow(mailbox, definition, { status: 'ok', error: '' })] : [first, ...others];
}
function blankRow(mailbox, { columns }, { status, error }) {
    return { mailbox, status, error, content: 'none', cells: Object.keys(columns).map(() => null) };
}

;// CONCATENATED MODULE: ./src/output/close-all.ts
/** Closes files, all of them whatever becomes of one. Rejects as the first of them does that cannot be closed. */
async function closeAll(files) {
    const closings = await Promise.allSettled(files.map((file) => file.close()));
    const failed = closings.find((closing) => closing.status === 'rejected');
    if (failed !== undefined)
        throw failed.reason;
}

// EXTERNAL MODULE: ./node_modules/csv-stringify/lib/sync.js + 7 modules
var sync = __webpack_require__(96789);
;// CONCATENATED MODULE: ./src/output/csv-record.ts


/** RFC 4180; with CRLF between records, a lone CR or LF inside a field has to be asked to be quoted. */
const FORMAT = { record_delimiter: '\r\n', quote_record_delimiter: true, escape_formulas: true };
const FIELD = { ...FORMAT, eof: false };
/**
 * A text that starts with a letter or a digit and holds no delimiter needs neither quotes nor defusing. Nearly every
 * field is such a text, and writing it as it is takes a quarter of the time that csv-stringify does.
 */
const PLAIN = /^[\p{L}\p{N}][^",\r\n]*$/u;
/** The header record, with its CRLF. */
function csvHeader(columns) {
    return (0,sync/* stringify */.A)([[...columns]], FORMAT);
}
/**
 * The record of a row with its CRLF: mailbox, the report's cells, status, error. With a policy, the verdict and the ids of
 * the rules that do not hold follow; both are blank, for `none`, where no rule is about the report. Formulas are defused.
 */
function csvRecord({ mailbox, cells, status, error }, judged) {
    let record = textField(mailbox.address);
    for (const cell of cells)
        record += `,${cellField(cell)}`;
    record += `,${status},${textField(error)}`;
    if (judged === undefined)
        return `${record}\r\n`;
    if (judged === 'none')
        return `${record},,\r\n`;
    return `${record},${judged.verdict},${textField(judged.violations.join('; '))}\r\n`;
}
/** A record of any cells with its CRLF. Formulas are defused. */
function csvLine(cells) {
    return `${cells.map(cellField).join(',')}\r\n`;
}
/** A number stays one: the minus before it is no formula. */
function cellField(cell) {
    return typeof cell === 'number' ? String(cell) : textField((0,display/* cellText */.Ie)(cell));
}
function textField(text) {
    if (text === '' || PLAIN.test(text))
        return text;
    // csv-stringify defuses every beginning of https://owasp.org/www-community/attacks/CSV_Injection but this one.
    return (0,sync/* stringify */.A)([[text.startsWith('\n') ? `'${text}` : text]], FIELD);
}

// EXTERNAL MODULE: ./src/output/text-file.ts
var text_file = __webpack_require__(50221);
;// CONCATENATED MODULE: ./src/output/csv.ts


const BYTE_ORDER_MARK = '\uFEFF';
/**
 * Opens the CSV of a report and gives it its header: every column of the report (`columnNames`), and those of a policy
 * where there is one. Throws as `openTextFile` does.
 */
function openCsv(file, columns, options) {
    return new CsvFile(openCsvText(file, columns, options));
}
/** Opens a text file that starts as a CSV does. Throws as `openTextFile` does. */
function openCsvText(file, columns, { bom }) {
    return (0,text_file/* openTextFile */.G)(file, (bom ? BYTE_ORDER_MARK : '') + csvHeader(columns));
}
/** The CSV of a report that is being written: RFC 4180, CRLF, UTF-8, rows in the order given. */
class CsvFile {
    #file;
    constructor(file) {
        this.#file = file;
    }
    get path() {
        return this.#file.path;
    }
    /**
     * Adds rows. With a policy, `verdicts` has one for each of them, or is `none` where no rule is about the report. Gives
     * a promise, throws and rejects as `TextFile.write` does.
     */
    write(rows, verdicts) {
        let text = '';
        let at = 0;
        for (const row of rows) {
            text += csvRecord(row, typeof verdicts === 'object' ? (verdicts[at] ?? 'none') : verdicts);
            at += 1;
        }
        return this.#file.write(text);
    }
    /** Resolves when all rows stand in the file; a second call gives the same promise. Rejects as `write` does. */
    close() {
        return this.#file.close();
    }
}

;// CONCATENATED MODULE: ./src/output/ending-json.ts

/** What the JSON report ends with: what the rows come to, what that is held against, and what was counted. */
function endingJson({ outcome, tally, policyTally, exemptions, mailboxes, allowed }) {
    return {
        result: outcome.result,
        message: outcome.result === 'pass' ? '' : outcome.message,
        maxUnread: maxUnreadText(allowed.maxUnread),
        failOn: allowed.failOn,
        counts: {
            ...{ mailboxes: tally.total, read: tally.read, unread: tally.unread, repeated: mailboxes.duplicateCount },
            ...(policyTally === undefined ? {} : findingCounts(policyTally)),
        },
        ...(policyTally === undefined ? {} : { rules: ruleCounts(policyTally) }),
        ...(exemptions === undefined ? {} : { exemptions: exemptions.map(useJson) }),
    };
}
function findingCounts(policy) {
    const { violationCount: violations, warningCount: warnings, exemptCount: exempt, inconclusiveCount } = policy;
    return { violations, warnings, exempt, inconclusive: inconclusiveCount };
}
function ruleCounts({ rules }) {
    return rules.map(({ rule: { id }, passed, failed, warned, exempt, inconclusive }) => ({
        ...{ id, passed, failed, warned, exempt, inconclusive },
    }));
}
/** They stand in the policy's order, as the policy itself in the file does. */
function useJson({ exemption, daysLeft, expired, endsSoon, covered, missed, need }) {
    const { rule, expires } = exemption;
    return { rule, expires, state: expired ? 'expired' : need, daysLeft, endsSoon, covered, missed };
}

// EXTERNAL MODULE: ./src/policy/verdict.ts
var policy_verdict = __webpack_require__(75187);
// EXTERNAL MODULE: ./src/output/sink.ts
var sink = __webpack_require__(73126);
;// CONCATENATED MODULE: ./src/output/json.ts



/** Of the file's shape: raised where a reader of an earlier one would misread it. */
const VERSION = 1;
/**
 * Opens a JSON file with everything that a run finds: the reports, the policy, each mailbox on a line of its own with its
 * typed rows and findings, and at the end what the run comes to. A mailbox that has nothing of a report, or was not read, has
 * no rows of it. Throws as `openTextFile` does.
 */
function openJsonReport(file, options) {
    return new JsonReport((0,text_file/* openTextFile */.G)(file, beginning(options)), options.reports);
}
/** A JSON report that is being written. Closing it always makes it whole, also where a run was cancelled. */
class JsonReport {
    #file;
    /** For each report, its columns as keys: `"TimeZone":`. */
    #keys;
    #separator = '\n';
    constructor(file, reports) {
        this.#file = file;
        this.#keys = new Map(reports.map((report) => [report, Object.keys(report.columns).map(key)]));
    }
    get path() {
        return this.#file.path;
    }
    add(judged) {
        const text = this.#separator + this.#mailbox(judged);
        this.#separator = ',\n';
        return this.#file.write(text);
    }
    /** `ending`: members of the outermost object that are known only now, such as counts. */
    close(ending = {}) {
        const members = Object.entries(ending).map(([name, value]) => `,${key(name)}${JSON.stringify(value)}`);
        return this.#file.close(`\n]${members.join('\n')}}\n`);
    }
    #mailbox(judged) {
        const { mailbox, status, error, reports } = judged;
        const { address, file, line } = mailbox;
        const head = JSON.stringify({ mailbox: address, file, line, status, ...(error === '' ? {} : { error }) });
        const told = reports.map((report) => key(report.definition.name) + this.#report(report)).join(',');
        const findings = (0,sink/* findingsOf */.W)(judged).map((finding) => JSON.stringify(findingJson(finding)));
        return `${head.slice(0, -1)},"reports":{${told}},"findings":[${findings.join(',')}]}`;
    }
    #report({ definition, rows, verdict }) {
        const keys = this.#keys.get(definition) ?? Object.keys(definition.columns).map(key);
        const [{ status, error }] = rows;
        const head = JSON.stringify({
            status,
            ...(error === '' ? {} : { error }),
            ...(verdict === undefined ? {} : { verdict: (0,policy_verdict/* worst */.QZ)(verdict.rows.map((row) => row.verdict)) }),
        });
        const told = [];
        for (const [at, row] of rows.entries()) {
            if (row.content !== 'none')
                told.push(rowText(keys, row, verdict?.rows[at]));
        }
        return `${head.slice(0, -1)},"rows":[${told.join(',')}]}`;
    }
}
function beginning({ reports, policy, lists, started }) {
    const head = JSON.stringify({
        version: VERSION,
        started: new Date(started).toISOString(),
        lists,
        reports: reports.map(({ name, permission, columns }) => ({
            name,
            permission,
            columns: Object.keys(columns),
        })),
        ...(policy === undefined ? {} : { policy: policyJson(policy) }),
    });
    return `${head.slice(0, -1)},"mailboxes":[`;
}
function policyJson({ file, rules, exemptions }) {
    return {
        file,
        rules: rules.map(({ id, report, title, severity, when, expect, set, help }) => ({
            id,
            report,
            title,
            severity,
            when,
            expect,
            set,
            help,
        })),
        exemptions: exemptions.map(({ rule, mailboxes, reason, owner, expires }) => ({
            rule,
            mailboxes: mailboxes.map(({ pattern }) => pattern),
            reason,
            owner,
            expires,
        })),
    };
}
/** Members are written one by one: an object made for every row takes longer, and loses a column called `__proto__`. */
function rowText(keys, { cells }, judged) {
    const members = keys.map((name, at) => name + JSON.stringify(cells[at] ?? null));
    if (judged !== undefined) {
        members.push(`"Verdict":"${judged.verdict}"`, `"Violations":${JSON.stringify(judged.violations)}`);
    }
    return `{${members.join(',')}}`;
}
function findingJson({ rule, verdict, item, column, found, expected, exemption }) {
    return {
        rule: rule.id,
        severity: rule.severity,
        verdict,
        report: rule.report,
        ...(item === '' ? {} : { item }),
        column,
        found,
        expected,
        ...(exemption === undefined
            ? {}
            : { exemption: { reason: exemption.reason, owner: exemption.owner, expires: exemption.expires } }),
    };
}
function key(name) {
    return `${JSON.stringify(name)}:`;
}

// EXTERNAL MODULE: external "node:zlib"
var external_node_zlib_ = __webpack_require__(38522);
// EXTERNAL MODULE: external "node:fs"
var external_node_fs_ = __webpack_require__(73024);
// EXTERNAL MODULE: external "node:fs/promises"
var promises_ = __webpack_require__(51455);
// EXTERNAL MODULE: ./src/output/output-error.ts
var output_error = __webpack_require__(86451);
;// CONCATENATED MODULE: ./src/output/temp-file.ts




/** Windows lets nobody remove what a virus scanner or an indexer has just opened; they let go within a moment. */
const PATIENCE = { maxRetries: 5, retryDelay: 100 };
/**
 * Makes a folder of a name of its own, for what waits beside a report; gives its path. Throws the UserError
 * `OUTPUT_UNWRITABLE`.
 */
function makeAside(folder, prefix) {
    try {
        return (0,external_node_fs_.mkdtempSync)(external_node_path_default().join(folder, prefix));
    }
    catch (error) {
        throw (0,output_error/* outputError */.c)(folder, error);
    }
}
/**
 * Removes a file or folder that waited beside a report, if it was made. Never rejects: what is left behind holds nothing
 * that the report has not, and must not cost it.
 */
async function removeAside(aside) {
    if (aside === undefined)
        return;
    await (0,promises_.rm)(aside, { recursive: true, force: true, ...PATIENCE }).catch(() => undefined);
}

;// CONCATENATED MODULE: ./src/output/violations-csv.ts



/** The header of `violations.csv`. */
const VIOLATION_COLUMNS = [
    'Rule',
    'Severity',
    'Report',
    'MailboxName',
    // Which of the mailbox's rows: the inbox rule, the folder.
    'Item',
    'Column',
    'Found',
    'Expected',
    'Verdict',
    'Since',
    'Exemption',
];
/** Opens a CSV with a row for each finding, written as the reports' CSVs are. Throws as `openTextFile` does. */
function openViolations(file, options) {
    return new ViolationsCsv(openCsvText(file, VIOLATION_COLUMNS, options));
}
class ViolationsCsv {
    #file;
    constructor(file) {
        this.#file = file;
    }
    get path() {
        return this.#file.path;
    }
    add(judged) {
        let text = '';
        for (const finding of (0,sink/* findingsOf */.W)(judged))
            text += csvLine(violationCells(finding));
        if (text !== '')
            return this.#file.write(text);
    }
    close() {
        return this.#file.close();
    }
}
/** The cells of a finding, in the order of the columns. */
function violationCells({ rule, mailbox, item, column, found, expected, verdict, exemption, }) {
    const why = exemption === undefined ? '' : `${exemption.reason} (${exemption.owner}, until ${exemption.expires})`;
    const { id, severity, report } = rule;
    return [id, severity, report, mailbox.address, item, column, found, expected, verdict, '', why];
}

;// CONCATENATED MODULE: ./src/output/page/data.ts
/** Time zones, states and the like repeat; what comes after so many texts of a column is written out. */
const MOST_KNOWN = 1_000;
/** Longer ones seldom repeat, and would be held on both sides. */
const LONGEST_KNOWN = 200;
/** Texts of a column that have been seen, in the order in which they came. Both sides learn them alike. */
class Column {
    #texts = [];
    #places = new Map();
    placeOf(text) {
        return this.#places.get(text);
    }
    textAt(place) {
        const text = this.#texts[place];
        if (text === undefined)
            throw new RangeError('a row names a text that has not been seen');
        return text;
    }
    learn(text) {
        if (this.#texts.length >= MOST_KNOWN || text.length > LONGEST_KNOWN)
            return;
        this.#places.set(text, this.#texts.length);
        this.#texts.push(text);
    }
}
/**
 * Writes rows as lines of JSON that shrink well: a text that the column had before is the number of its place, a new one
 * stands as it is, a number stands in brackets.
 */
class RowEncoder {
    #columns;
    constructor(columns) {
        this.#columns = Array.from({ length: columns }, () => new Column());
    }
    /** One line, without its end. */
    encode(cells) {
        return JSON.stringify(this.#columns.map((column, at) => encoded(column, cells[at] ?? '')));
    }
}
function encoded(column, cell) {
    if (typeof cell === 'number')
        return [cell];
    const place = column.placeOf(cell);
    if (place !== undefined)
        return place;
    column.learn(cell);
    return cell;
}
/** Reads what a `RowEncoder` wrote, line by line and from the first one on. */
class RowDecoder {
    #columns;
    constructor(columns) {
        this.#columns = Array.from({ length: columns }, () => new Column());
    }
    /** Throws where a line is none of an encoder's. */
    decode(line) {
        const cells = JSON.parse(line);
        if (!Array.isArray(cells))
            throw new TypeError('a row is no list');
        return this.#columns.map((column, at) => decoded(column, cells[at]));
    }
}
function decoded(column, cell) {
    if (typeof cell === 'number')
        return column.textAt(cell);
    if (typeof cell === 'string') {
        column.learn(cell);
        return cell;
    }
    const number = Array.isArray(cell) ? cell[0] : undefined;
    if (typeof number !== 'number')
        throw new TypeError('a cell is neither a text nor a number');
    return number;
}

;// CONCATENATED MODULE: ./src/output/page/rows.ts










/** Rows that are shrunk together: the page reads them chunk by chunk, and draws in between. */
const CHUNK_ROWS = 1_000;
/** The same in characters, since a reply may have many thousand. */
const CHUNK_CHARACTERS = 1024 * 1024;
/**
 * Gathers what the report page shows, mailbox by mailbox, in files of a temporary folder beside it: the page starts with
 * counts that are known only at the end. `discard` removes the folder.
 */
class PageRows {
    path;
    #tables;
    #findings;
    #aside;
    #closed;
    constructor({ page, reports, judged }) {
        this.path = page;
        const file = (name) => {
            this.#aside ??= makeAside(external_node_path_default().dirname(page), 'page-');
            return (0,text_file/* openTextFile */.G)(external_node_path_default().join(this.#aside, name));
        };
        this.#tables = reports.map((report, at) => new GatheredTable(report.name, [...(0,reports_definition/* columnNames */.lo)(report), ...(judged ? reports_definition/* VERDICT_COLUMNS */.aZ : [])], false, () => file(String(at))));
        this.#findings = judged
            ? new GatheredTable('violations', VIOLATION_COLUMNS, true, () => file('violations'))
            : undefined;
    }
    async add(judged) {
        for (const [at, report] of judged.reports.entries()) {
            const table = this.#tables[at];
            if (table === undefined)
                throw new Error(`the page has no table of ${report.definition.name}`);
            for (const cells of reportRows(report, table.columns.length)) {
                const behind = table.add(cells);
                if (behind !== undefined)
                    await behind;
            }
        }
        if (this.#findings === undefined)
            return;
        for (const finding of (0,sink/* findingsOf */.W)(judged)) {
            const behind = this.#findings.add(violationCells(finding).map(pageCell));
            if (behind !== undefined)
                await behind;
        }
    }
    /** The reports' tables in their order, and last what breaks the policy. Close first. */
    get tables() {
        return this.#all.map((table) => table.waiting);
    }
    close() {
        this.#closed ??= closeAll(this.#all);
        return this.#closed;
    }
    /** Removes what waits. Afterwards there are no tables any more. */
    async discard() {
        try {
            await this.close();
        }
        finally {
            await removeAside(this.#aside);
        }
    }
    get #all() {
        return this.#findings === undefined ? this.#tables : [...this.#tables, this.#findings];
    }
}
/** The rows of one table, on their way to its file. */
class GatheredTable {
    #name;
    columns;
    #findings;
    #open;
    #encoder;
    #rows = 0;
    #lines = [];
    #characters = 0;
    #file;
    constructor(name, columns, findings, open) {
        this.#name = name;
        this.columns = columns;
        this.#findings = findings;
        this.#open = open;
        this.#encoder = new RowEncoder(columns.length);
    }
    add(cells) {
        this.#rows += 1;
        const line = this.#encoder.encode(cells);
        this.#lines.push(line);
        this.#characters += line.length;
        if (this.#lines.length >= CHUNK_ROWS || this.#characters >= CHUNK_CHARACTERS)
            return this.#write();
    }
    get waiting() {
        const [name, findings] = [this.#name, this.#findings];
        return { name, file: `${name}.csv`, columns: this.columns, rows: this.#rows, findings, rowsFile: this.#file?.path };
    }
    async close() {
        try {
            if (this.#lines.length > 0)
                await this.#write();
        }
        finally {
            await this.#file?.close();
        }
    }
    #write() {
        const chunk = (0,external_node_zlib_.deflateRawSync)(this.#lines.join('\n')).toString('base64');
        this.#lines = [];
        this.#characters = 0;
        this.#file ??= this.#open();
        return this.#file.write(`${chunk}\n`);
    }
}
/** The cells of a report's rows as its CSV has them. */
function* reportRows({ rows, verdict }, columns) {
    for (const [at, { mailbox, cells, status, error }] of rows.entries()) {
        const row = [mailbox.address, ...cells.map(pageCell), status, error];
        const said = verdict?.rows[at];
        if (said !== undefined)
            row.push(said.verdict, said.violations.join('; '));
        while (row.length < columns)
            row.push('');
        yield row;
    }
}
function pageCell(cell) {
    return typeof cell === 'number' ? cell : (0,display/* cellText */.Ie)(cell);
}

;// CONCATENATED MODULE: ./src/output/junit-xml.ts
/** Outside of https://www.w3.org/TR/xml/#charsets: no reference brings them into a document. */
const FORBIDDEN = /[^\t\n\r\u{20}-\u{D7FF}\u{E000}-\u{FFFD}\u{10000}-\u{10FFFF}]/gu;
/** Line ends and tabs too: as characters of an attribute they are read as blanks. https://www.w3.org/TR/xml/#AVNormalize */
const MARKS = /[&<>"'\t\n\r]/g;
/** Nearly every address is such a text. */
const junit_xml_PLAIN = /^[\w.@ :-]*$/;
/**
 * Foreign text for XML 1.0, in an element or an attribute. It reads back as it was, but for characters that XML forbids,
 * which are written visibly: `\u{1}`.
 */
function xmlText(text) {
    if (junit_xml_PLAIN.test(text))
        return text;
    return text
        .replace(FORBIDDEN, (unit) => `\\u{${unit.codePointAt(0)?.toString(16) ?? ''}}`)
        .replace(MARKS, (mark) => `&#${mark.charCodeAt(0)};`);
}
/** Attributes with a blank before each. */
function xmlAttributes(attributes) {
    return Object.entries(attributes)
        .map(([name, value]) => ` ${name}="${xmlText(String(value))}"`)
        .join('');
}

;// CONCATENATED MODULE: ./src/output/junit-suite.ts




/** Findings of a mailbox that a case tells one by one. */
const MOST_FINDINGS = 20;
/** How many cases of a suite there were, as its element's attributes say. */
class SuiteCounts {
    tests = 0;
    failures = 0;
    skipped = 0;
    add({ tests, failures }) {
        this.tests += tests;
        this.failures += failures;
    }
}
/** The start of a rule's suite. `started`: when the run began, in epoch ms. */
function suiteStart({ id, title }, { tests, failures, skipped }, started) {
    const name = title === id ? id : `${id}: ${(0,display/* visibleLine */.P8)(title)}`;
    // The schema of Ant allows no time zone.
    const timestamp = new Date(started).toISOString().slice(0, 19);
    return `<testsuite${xmlAttributes({ name, tests, failures, errors: 0, skipped, time: 0, timestamp })}>\n`;
}
/** The case of a mailbox in the suite of a rule; adds it to the counts. */
function testcase({ rule, verdict, findings }, judged, report, counts) {
    // Two rules have the same mailboxes as cases, which Jenkins tells apart by class alone.
    const classname = xmlText(`${rule.report}.${rule.id}`);
    const start = `<testcase classname="${classname}" name="${xmlText(judged.mailbox.address)}" time="0"`;
    counts.tests += 1;
    switch (verdict) {
        case 'fail': {
            counts.failures += 1;
            const failed = findings.filter((finding) => finding.verdict === 'fail');
            const failure = xmlAttributes({ message: summary(failed), type: 'violation' });
            return `${start}><failure${failure}>${xmlText(lines(failed))}</failure></testcase>\n`;
        }
        case 'warn':
            return `${start}><system-out>${xmlText(`Warning: ${lines(findings)}`)}</system-out></testcase>\n`;
        case 'exempt':
            counts.skipped += 1;
            return `${start}><skipped${xmlAttributes({ message: exemptText(findings) })}/></testcase>\n`;
        case 'inconclusive':
            counts.skipped += 1;
            return `${start}><skipped${xmlAttributes({ message: inconclusiveText(findings, report) })}/></testcase>\n`;
        case undefined:
            counts.skipped += 1;
            return `${start}><skipped${xmlAttributes({ message: 'The rule does not concern it' })}/></testcase>\n`;
        case 'pass':
            return `${start}/>\n`;
    }
}
function summary([first, ...more]) {
    if (first === undefined)
        return '';
    return (0,sink/* findingText */.N)(first) + (more.length === 0 ? '' : `, and ${(0,text_numbers/* count */.U9)(more.length)} more`);
}
function lines(findings) {
    const more = findings.length - MOST_FINDINGS;
    const told = findings.slice(0, MOST_FINDINGS).map(sink/* findingText */.N);
    return [...told, ...(more > 0 ? [`and ${(0,text_numbers/* count */.U9)(more)} more`] : [])].join('\n');
}
function exemptText(findings) {
    const exemption = findings.find((finding) => finding.exemption !== undefined)?.exemption;
    const why = exemption === undefined
        ? 'Exempt'
        : (0,display/* visibleLine */.P8)(`Exempt until ${exemption.expires}: ${exemption.reason} (${exemption.owner})`);
    return `${why}. ${summary(findings)}`;
}
function inconclusiveText(findings, { rows: [{ status, error }] }) {
    if (status !== 'ok')
        return (0,display/* visibleLine */.P8)(`Not read: ${status}${error === '' ? '' : `, ${error}`}`);
    return `Inconclusive: ${summary(findings.filter(({ verdict }) => verdict === 'inconclusive'))}`;
}

;// CONCATENATED MODULE: ./src/output/junit.ts






/**
 * Opens a JUnit XML file, as Jenkins and Ant write it: a suite for each rule and in it a case for each mailbox. A
 * warning passes, with what it says as output; mailboxes that are exempt or inconclusive, or that the rule does not concern,
 * are skipped. Throws as
 * `openTextFile` does.
 */
function openJunit(file, options) {
    return new Junit((0,text_file/* openTextFile */.G)(file, '<?xml version="1.0" encoding="UTF-8"?>\n'), options);
}
class Junit {
    #file;
    #folder;
    #started;
    #aside;
    #suites;
    #closed;
    constructor(file, { policy, folder, started }) {
        this.#file = file;
        this.#folder = folder;
        this.#started = started;
        this.#suites = new Map(policy.rules.map((rule, number) => [rule.id, { rule, number, counts: new SuiteCounts(), cases: undefined }]));
    }
    get path() {
        return this.#file.path;
    }
    async add(judged) {
        for (const report of judged.reports) {
            if (report.verdict === undefined)
                continue;
            for (const rule of report.verdict.rules) {
                const suite = this.#suites.get(rule.rule.id);
                if (suite === undefined)
                    continue;
                const behind = this.#casesOf(suite).write(testcase(rule, judged, report, suite.counts));
                if (behind !== undefined)
                    await behind;
            }
        }
    }
    close() {
        this.#closed ??= this.#end();
        return this.#closed;
    }
    #casesOf(suite) {
        this.#aside ??= makeAside(this.#folder, 'junit-');
        suite.cases ??= (0,text_file/* openTextFile */.G)(external_node_path_default().join(this.#aside, String(suite.number)));
        return suite.cases;
    }
    async #end() {
        const suites = [...this.#suites.values()];
        try {
            await closeAll(suites.flatMap(({ cases }) => cases ?? []));
            await this.#join(suites);
        }
        finally {
            try {
                await this.#file.close();
            }
            finally {
                await removeAside(this.#aside);
            }
        }
    }
    async #join(suites) {
        const all = new SuiteCounts();
        for (const { counts } of suites)
            all.add(counts);
        const { tests, failures } = all;
        const start = xmlAttributes({ name: 'Mailbox Report', tests, failures, errors: 0, time: 0 });
        await this.#file.write(`<testsuites${start}>\n`);
        for (const { rule, counts, cases } of suites) {
            await this.#file.write(suiteStart(rule, counts, this.#started));
            if (cases !== undefined)
                await this.#file.append(cases.path);
            await this.#file.write('</testsuite>\n');
        }
        await this.#file.write('</testsuites>\n');
    }
}

;// CONCATENATED MODULE: ./package.json
const package_namespaceObject = {"rE":"0.1.0"};
;// CONCATENATED MODULE: ./src/output/sarif-result.ts



/**
 * Findings of one mailbox as SARIF results, section 3.27 of https://docs.oasis-open.org/sarif/sarif/v2.1.0, each as JSON on
 * a line. The place is the mailbox's in its list, which is what a developer can change.
 */
class SarifResults {
    /** How often a fingerprint came already: a mailbox can have two rules of one name. */
    #seen = new Map();
    /** `ruleIndex`: position of the rule in the driver's. */
    text(finding, ruleIndex) {
        const { rule, mailbox, verdict } = finding;
        return JSON.stringify({
            ruleId: rule.id,
            ruleIndex,
            level: verdict === 'fail' ? 'error' : 'warning',
            message: { text: unlinked(`${(0,display/* visibleLine */.P8)(mailbox.address)}: ${(0,sink/* findingText */.N)(finding)}.`) },
            locations: [
                {
                    physicalLocation: {
                        artifactLocation: { uri: relativeUri(mailbox.file), uriBaseId: '%SRCROOT%' },
                        region: { startLine: mailbox.line },
                    },
                },
            ],
            // Under any other key GitHub would make a fingerprint of the line's text, and two findings of a mailbox were one.
            partialFingerprints: { primaryLocationLineHash: this.#fingerprint(finding) },
        });
    }
    /**
     * Stays the same while a finding stands, wherever the list has the mailbox and whatever exactly was found, so that an
     * alert is neither closed nor opened without cause.
     */
    #fingerprint({ rule, mailbox, item, column }) {
        const subject = JSON.stringify([rule.id, mailbox.address.toLowerCase(), rule.report, column, item]);
        const hash = (0,external_node_crypto_.createHash)('sha256').update(subject).digest('hex');
        const ordinal = (this.#seen.get(hash) ?? 0) + 1;
        this.#seen.set(hash, ordinal);
        return `${hash}:${ordinal}`;
    }
}
/**
 * In a message `[text](target)` is a link (section 3.11.6): a character that does not show takes that from foreign text.
 * Braces are left: they mean something only where a message has arguments.
 */
function unlinked(text) {
    return text.replaceAll('](', ']\u2060(');
}
/** https://www.rfc-editor.org/rfc/rfc3986#section-2.1 */
function relativeUri(file) {
    return file
        .toWellFormed()
        .split('/')
        .map((segment) => encodeURIComponent(segment))
        .join('/');
}

// EXTERNAL MODULE: ./src/schema/expected-text.ts
var expected_text = __webpack_require__(38639);
;// CONCATENATED MODULE: ./src/output/sarif-rule.ts




/** What GitHub takes of a description. https://docs.github.com/code-security/code-scanning/sarif-support-for-code-scanning */
const LONGEST_DESCRIPTION = 1_024;
/** A rule of the policy as a `reportingDescriptor`, section 3.49 of https://docs.oasis-open.org/sarif/sarif/v2.1.0 */
function sarifRule(rule) {
    const { id, report, title, severity, help } = rule;
    const name = pascalCase(id);
    const helpUri = help === undefined ? undefined : uriOf(help);
    return {
        id,
        // A name that says no more than the id is to be left out.
        ...(name.toLowerCase() === id.toLowerCase() ? {} : { name }),
        shortDescription: { text: described(title) },
        fullDescription: { text: described(`${ended(title)} ${sentences(rule).join(' ')}`) },
        help: { text: helpText(rule), markdown: helpMarkdown(rule) },
        ...(helpUri === undefined ? {} : { helpUri }),
        defaultConfiguration: { level: severity },
        properties: { tags: ['exchange-online', 'policy', report] },
    };
}
/**
 * As RFC 3986 has it, which readers of SARIF demand and browsers do not. A user name in it is left out; undefined where
 * nothing can be made of it. https://www.rfc-editor.org/rfc/rfc3986#appendix-A
 */
function uriOf(link) {
    const url = URL.parse(link);
    if (url === null)
        return undefined;
    const hash = url.hash === '' ? '' : `#${sarif_rule_encoded(url.hash.slice(1))}`;
    return url.origin + sarif_rule_encoded(url.pathname + url.search) + hash;
}
function sarif_rule_encoded(text) {
    return text.replace(/[^\w\-.~:/?@!$&'()*+,;=%]|%(?![0-9A-Fa-f]{2})/g, encodeURIComponent);
}
function pascalCase(id) {
    return id
        .split(/[^A-Za-z0-9]+/)
        .map((word) => word.slice(0, 1).toUpperCase() + word.slice(1))
        .join('');
}
function described(text) {
    return (0,display/* shortened */.vI)((0,display/* visibleLine */.P8)(text), LONGEST_DESCRIPTION);
}
function ended(sentence) {
    return /[.!?]$/.test(sentence) ? sentence : `${sentence}.`;
}
/** Whom the rule concerns and what must hold. */
function sentences({ report, when, expect }) {
    const rows = Object.keys(when).length === 0 ? 'every row' : `rows where ${conditions(when).join(' and ')}`;
    return [`It concerns ${rows} of the report ${report}.`, `Expected: ${conditions(expect).join('; ')}.`];
}
function conditions(columns) {
    return Object.entries(columns).map(([column, schema]) => `${column} is ${expectedOf(column, schema)}`);
}
function expectedOf(column, schema) {
    return (0,expected_text/* expectedText */.G)(schema, column === reports_definition/* MAILBOX_COLUMN */.aN ? 'addresses' : 'cells');
}
function helpText(rule) {
    const more = rule.help === undefined ? [] : [`See ${rule.help}`];
    return [ended(rule.title), ...sentences(rule), ...more].map(display/* visibleLine */.P8).join('\n');
}
function helpMarkdown({ report, title, when, expect, help }) {
    const concerned = Object.keys(when).length === 0 ? ['every row'] : columnList(when);
    return [
        `**${(0,markdown/* markdownText */.p7)(title)}**`,
        `It concerns, in the report ${(0,markdown/* markdownCode */.D9)(report)}:`,
        concerned.map((line) => `- ${line}`).join('\n'),
        'Expected:',
        columnList(expect)
            .map((line) => `- ${line}`)
            .join('\n'),
        ...(help === undefined ? [] : [(0,markdown/* markdownLink */.iQ)('More about this rule', help)]),
    ].join('\n\n');
}
function columnList(columns) {
    return Object.entries(columns).map(([column, schema]) => `${(0,markdown/* markdownText */.p7)(column)}: ${(0,markdown/* markdownText */.p7)(expectedOf(column, schema))}`);
}

;// CONCATENATED MODULE: ./src/output/sarif.ts







/** GitHub refuses a run of more. https://docs.github.com/code-security/code-scanning/sarif-support-for-code-scanning */
const MOST_RESULTS = 25_000;
const SEPARATOR = ',\n';
/**
 * Opens a SARIF 2.1.0 file for code scanning (https://docs.oasis-open.org/sarif/sarif/v2.1.0) with a result for each
 * finding that fails or is warned of; exempt and inconclusive ones are none. What is missing stands in a notification:
 * mailboxes that were not read, and results beyond what GitHub takes, warnings before failures. Throws as `openTextFile`
 * does.
 */
function openSarif(file, options) {
    return new Sarif((0,text_file/* openTextFile */.G)(file, sarif_beginning(options)), options);
}
class Sarif {
    #file;
    #ruleIndex;
    #most;
    #failures = 0;
    #warnings = 0;
    #unread = 0;
    #cancelled = false;
    /** Warnings stand in a file of their own until it is known how many failures leave room for. */
    #aside;
    /** Bytes of that file up to the end of each warning, so that any number of them can be taken. */
    #asideEnds = [];
    #closed;
    constructor(file, { policy, most = MOST_RESULTS }) {
        this.#file = file;
        this.#ruleIndex = new Map(policy.rules.map(({ id }, index) => [id, index]));
        this.#most = most;
    }
    get path() {
        return this.#file.path;
    }
    add(judged) {
        if (judged.status !== 'ok')
            this.#unread += 1;
        if (judged.status === 'cancelled')
            this.#cancelled = true;
        const findings = (0,sink/* findingsOf */.W)(judged);
        if (findings.length === 0)
            return;
        const results = new SarifResults();
        let failures = '';
        let warnings = '';
        for (const finding of findings) {
            const index = this.#ruleIndex.get(finding.rule.id) ?? -1;
            if (finding.verdict === 'fail') {
                this.#failures += 1;
                if (this.#failures > this.#most)
                    continue;
                failures += (this.#failures === 1 ? '' : SEPARATOR) + results.text(finding, index);
            }
            else if (finding.verdict === 'warn') {
                this.#warnings += 1;
                if (this.#warnings > this.#most)
                    continue;
                const warning = (this.#warnings === 1 ? '' : SEPARATOR) + results.text(finding, index);
                this.#asideEnds.push((this.#asideEnds.at(-1) ?? 0) + Buffer.byteLength(warning));
                warnings += warning;
            }
        }
        if (failures !== '' || warnings !== '')
            return this.#write(failures, warnings);
    }
    close() {
        this.#closed ??= this.#end();
        return this.#closed;
    }
    async #write(failures, warnings) {
        if (failures !== '')
            await this.#file.write(failures);
        if (warnings === '')
            return;
        this.#aside ??= (0,text_file/* openTextFile */.G)(`${this.path}.warnings`);
        await this.#aside.write(warnings);
    }
    async #end() {
        try {
            await this.#takeWarnings();
        }
        finally {
            try {
                const omitted = Math.max(0, this.#failures + this.#warnings - this.#most);
                await this.#file.close(ending({ omitted, unread: this.#unread, cancelled: this.#cancelled }));
            }
            finally {
                await removeAside(this.#aside?.path);
            }
        }
    }
    async #takeWarnings() {
        if (this.#aside === undefined)
            return;
        await this.#aside.close();
        const room = Math.max(0, this.#most - this.#failures);
        const taken = Math.min(room, this.#asideEnds.length);
        if (taken === 0)
            return;
        if (this.#failures > 0)
            await this.#file.write(SEPARATOR);
        await this.#file.append(this.#aside.path, this.#asideEnds[taken - 1]);
    }
}
function sarif_beginning({ policy, category = 'mailbox-report' }) {
    const driver = {
        name: 'Mailbox Report',
        informationUri: 'https://github.com/mailbox-report/mailbox-report',
        semanticVersion: package_namespaceObject.rE,
        rules: policy.rules.map(sarifRule),
    };
    const head = {
        tool: { driver },
        // What stands before the last slash is the category, and behind it what GitHub does not use.
        automationDetails: { id: `${category.replace(/\/+$/, '')}/` },
        columnKind: 'utf16CodeUnits',
    };
    return ('{"$schema":"https://json.schemastore.org/sarif-2.1.0.json","version":"2.1.0","runs":[' +
        `${JSON.stringify(head).slice(0, -1)},"results":[\n`);
}
function ending({ omitted, unread, cancelled }) {
    const notify = (text) => ({ level: 'warning', message: { text } });
    const verb = unread === 1 ? 'was' : 'were';
    const tail = {
        invocations: [
            {
                executionSuccessful: !cancelled,
                toolExecutionNotifications: [
                    ...(unread === 0
                        ? []
                        : [
                            notify(`${(0,text_numbers/* counted */.hS)(unread, 'mailbox', 'mailboxes')} ${verb} not read: what is wrong there is not here.`),
                        ]),
                    ...(omitted === 0
                        ? []
                        : [
                            notify(`${(0,text_numbers/* count */.U9)(omitted)} more results were left out: code scanning takes no more. The CSV has them all.`),
                        ]),
                ],
            },
        ],
        properties: { omittedResults: omitted, unreadMailboxes: unread },
    };
    return `\n],${JSON.stringify(tail).slice(1)}]}\n`;
}

;// CONCATENATED MODULE: ./src/output/findings-files.ts






/** What the files beside the reports' CSVs are called. A report file can have none of these names. */
const NAME = 'mailbox-report';
const NO_POLICY = { file: '', rules: [], exemptions: [] };
/**
 * Opens the files that are written beside the reports' CSVs: `violations.csv` where there is a policy, and those of the
 * input `formats`. Rejects with the UserError `OUTPUT_UNWRITABLE`.
 *
 * @param folder where they are written
 */
async function openFindingsFiles(folder, { formats, csvBom: bom, artifactName: category }, { policy, reports, lists, started }) {
    const at = (name) => external_node_path_default().join(folder, name);
    const rules = policy ?? NO_POLICY;
    const all = [];
    const opened = (file) => {
        all.push(file);
        return file;
    };
    try {
        if (policy !== undefined)
            opened(openViolations(at('violations.csv'), { bom }));
        const json = formats.has('json')
            ? opened(openJsonReport(at(`${NAME}.json`), { reports, policy, lists, started }))
            : undefined;
        if (formats.has('sarif'))
            opened(openSarif(at(`${NAME}.sarif`), { policy: rules, category }));
        if (formats.has('junit'))
            opened(openJunit(at(`${NAME}.junit.xml`), { policy: rules, folder, started }));
        const page = formats.has('html')
            ? opened(new PageRows({ page: at(`${category ?? 'report'}.html`), reports, judged: policy !== undefined }))
            : undefined;
        return { json, page, everyMailbox: formats.has('html') || formats.has('json') || formats.has('junit'), all };
    }
    catch (error) {
        await Promise.allSettled(all.map((file) => file.close()));
        throw error;
    }
}

// EXTERNAL MODULE: external "node:os"
var external_node_os_ = __webpack_require__(48161);
;// CONCATENATED MODULE: ./src/output/output-directory.ts




/**
 * The folder that this run writes to, made where it is missing: the one given, relative to the workspace, or a new one
 * under RUNNER_TEMP, so that two uses in one job do not overwrite each other. Throws the UserError `OUTPUT_UNWRITABLE`.
 */
async function openOutputDirectory(given, env) {
    const temp = env.RUNNER_TEMP ?? (0,external_node_os_.tmpdir)();
    const folder = given === undefined ? temp : external_node_path_default().resolve(env.GITHUB_WORKSPACE ?? '.', given);
    try {
        await (0,promises_.mkdir)(folder, { recursive: true });
        return given === undefined ? await (0,promises_.mkdtemp)(external_node_path_default().join(folder, 'mailbox-report-')) : folder;
    }
    catch (error) {
        throw (0,output_error/* outputError */.c)(folder, error);
    }
}

;// CONCATENATED MODULE: ./src/output/progress.ts

const INTERVAL = 5_000;
/** The rate is that of the last half minute: long enough to be steady, short enough to follow throttling. */
const WINDOW = 30_000;
/** Logs how far the reading has come, every few seconds until `stop`. It keeps no process alive. */
class Progress {
    #options;
    #timers;
    #timer;
    #samples;
    constructor(options) {
        this.#options = options;
        this.#timers = options.timers ?? { setInterval, clearInterval };
        this.#samples = [{ time: options.now(), done: 0 }];
        this.#timer = this.#timers.setInterval(() => {
            this.report();
        }, options.interval ?? INTERVAL);
        this.#timer.unref();
    }
    /** Ends the lines; a second call does nothing. */
    stop() {
        this.#timers.clearInterval(this.#timer);
    }
    /** Logs a line now, whenever the next one is due. */
    report() {
        const { total, log, now, done, waits } = this.#options;
        const sample = { time: now(), done: done() };
        const recent = this.#samples.findLastIndex(({ time }) => sample.time - time >= WINDOW);
        this.#samples = [...this.#samples.slice(Math.max(0, recent)), sample];
        const [oldest = sample] = this.#samples;
        const ms = sample.time - oldest.time;
        const rate = ms > 0 ? ((sample.done - oldest.done) / ms) * 1000 : 0;
        log(progressLine({ done: sample.done, total, rate, waits: waits() }));
    }
}
/**
 * `12,400 / 60,000 mailboxes, 1,900/s, 25 s left, 3 waits`. The rate is mailboxes a second; where it is 0 nobody can tell
 * how long it takes, and the line says so. Waits are named once there are some.
 */
function progressLine(progress) {
    const { done, total, rate, waits } = progress;
    const left = rate > 0 ? (0,text_numbers/* duration */.p0)(((total - done) / rate) * 1000) : 'unknown time';
    const waited = waits === 0 ? '' : `, ${(0,text_numbers/* counted */.hS)(waits, 'wait', 'waits')}`;
    return `${(0,text_numbers/* count */.U9)(done)} / ${(0,text_numbers/* count */.U9)(total)} mailboxes, ${(0,text_numbers/* count */.U9)(rate)}/s, ${left} left${waited}`;
}

;// CONCATENATED MODULE: ./src/output/value-key.ts

const value_key_LONGEST_KEY = 100;
/**
 * What tells a value from all others in little memory: the value itself, or of a long one a hash. A hash is longer than any
 * value that stands for itself.
 */
function valueKey(value) {
    return value.length <= value_key_LONGEST_KEY ? value : (0,external_node_crypto_.createHash)('sha512').update(value).digest('hex');
}

;// CONCATENATED MODULE: ./src/output/distribution.ts


const MOST_VALUES = 500;
/** Spellings that are found without folding; those beyond are found the slower way. */
const MOST_SPELLINGS = 2_000;
const LONGEST_VALUE = 100;
/**
 * How often each value of a column occurs. Values compare without case, since Graph's enum values change theirs from one
 * answer to the next; long ones that are cut alike are still counted apart. What a tenant can make it hold is bounded: past
 * 500 distinct values, further ones are counted together.
 */
class Distribution {
    #folded = new Map();
    #spellings = new Map();
    #other = 0;
    #total = 0;
    add(cell) {
        this.#total += 1;
        const value = (0,display/* cellText */.Ie)(cell);
        const spelling = valueKey(value);
        const entry = this.#spellings.get(spelling) ?? this.#entry(value, spelling);
        if (entry === undefined)
            this.#other += 1;
        else
            entry.count += 1;
    }
    /** How many cells were added. */
    get total() {
        return this.#total;
    }
    /** Cells whose value is not among `values`, for want of room. */
    get other() {
        return this.#other;
    }
    /** The most frequent first; equally frequent ones in alphabetical order. */
    get values() {
        return [...this.#folded.values()].sort((a, b) => b.count - a.count || (a.value < b.value ? -1 : 1));
    }
    /** The `most` most frequent values, and how many cells have another one. */
    first(most) {
        const { values } = this;
        const rest = values.slice(most).reduce((sum, { count }) => sum + count, this.#other);
        return { values: values.slice(0, most), rest };
    }
    #entry(value, spelling) {
        const folded = valueKey(value.toLowerCase());
        let entry = this.#folded.get(folded);
        if (entry === undefined) {
            if (this.#folded.size >= MOST_VALUES)
                return undefined;
            entry = { value: (0,display/* shortenedInside */.DA)(value, LONGEST_VALUE), count: 0 };
            this.#folded.set(folded, entry);
        }
        if (this.#spellings.size < MOST_SPELLINGS)
            this.#spellings.set(spelling, entry);
        return entry;
    }
}

;// CONCATENATED MODULE: ./src/output/cross-tab.ts



/** More values than an enumeration of Graph's has are counted together. */
const cross_tab_MOST_VALUES = 20;
const cross_tab_OTHERS = 'others';
const cross_tab_LONGEST_VALUE = 100;
/** How often the values of one column occur together with those of another. Bounded, whatever the tenant. */
class CrossTab {
    #byFolded = new Map();
    add(cell, crossed) {
        const value = (0,display/* cellText */.Ie)(cell);
        const folded = valueKey(value.toLowerCase());
        let entry = this.#byFolded.get(folded);
        if (entry === undefined) {
            const full = this.#byFolded.size >= cross_tab_MOST_VALUES;
            entry = (full ? this.#byFolded.get(cross_tab_OTHERS) : undefined) ?? {
                value: full ? cross_tab_OTHERS : (0,display/* shortenedInside */.DA)(value, cross_tab_LONGEST_VALUE),
                of: new Distribution(),
            };
            this.#byFolded.set(full ? cross_tab_OTHERS : folded, entry);
        }
        entry.of.add(crossed);
    }
    /** The values of the first column, the most frequent first, each with those of the second. */
    get rows() {
        return [...this.#byFolded.values()]
            .map(({ value, of }) => ({ value, total: of.total, values: of.values }))
            .sort((one, other) => other.total - one.total);
    }
}

;// CONCATENATED MODULE: ./src/output/replies-now.ts
/**
 * Whether a mailbox replies automatically at an instant, in epoch ms. The states are Graph's automaticRepliesStatus:
 * https://learn.microsoft.com/graph/api/resources/automaticrepliessetting
 */
function isAway({ status, start, end }, when) {
    const folded = folding(status);
    if (folded !== 'scheduled')
        return folded === 'alwaysenabled';
    // A day that cannot be read is NaN, before and after nothing.
    return typeof start === 'string' && Date.parse(start) <= when && typeof end === 'string' && when < Date.parse(end);
}
/** Of the states, how many reply automatically or will. */
function repliesOn({ values }) {
    return values.reduce((sum, { value, count }) => (ON.has(folding(value)) ? sum + count : sum), 0);
}
const ON = new Set(['alwaysenabled', 'scheduled']);
function folding(status) {
    return typeof status === 'string' ? status.toLowerCase() : '';
}

;// CONCATENATED MODULE: ./src/output/report-tally.ts




/** Who is away, who outside is told so, and how long. */
const REPLIES = [
    'AutomaticReplyStatus',
    'AutomaticReplyExternalAudience',
    'AutomaticReplyStart',
    'AutomaticReplyEnd',
];
/** Counts what the summary tells of one report, as its rows pass. What it holds is bounded, whatever the tenant. */
class ReportTally {
    name;
    #found = 0;
    #read = 0;
    #unread = 0;
    #distributions;
    #replies;
    /** Undefined where the report does not tell who is away. */
    #isAway;
    #away = 0;
    /**
     * `distributed`: the columns whose values are to be counted, where the report has them. They count mailboxes, so a
     * report of many rows a mailbox has none. `when`: epoch ms at which one is away, or is not.
     */
    constructor(report, distributed, when) {
        this.name = report.name;
        const columns = (0,reports_definition/* columnNames */.lo)(report);
        // The header has the mailbox before the cells.
        this.#distributions = (report.rows === undefined ? distributed : [])
            .map((column) => ({ column, cell: columns.indexOf(column) - 1, of: new Distribution() }))
            .filter(({ cell }) => cell >= 0);
        const [status = -1, audience = -1, start = -1, end = -1] = REPLIES.map((column) => columns.indexOf(column) - 1);
        const has = report.rows === undefined && status >= 0;
        this.#replies = has && audience >= 0 ? { status, audience, of: new CrossTab() } : undefined;
        this.#isAway =
            has && start >= 0 && end >= 0
                ? (cells) => isAway({ status: cells[status], start: cells[start], end: cells[end] }, when)
                : undefined;
    }
    add(rows) {
        if (rows[0].status !== 'ok') {
            this.#unread += 1;
            return;
        }
        this.#read += 1;
        for (const { content, cells } of rows) {
            if (content === 'none')
                continue;
            this.#found += 1;
            for (const { cell, of } of this.#distributions)
                of.add(cells[cell]);
            if (this.#isAway?.(cells) === true)
                this.#away += 1;
            if (this.#replies !== undefined)
                this.#replies.of.add(cells[this.#replies.status], cells[this.#replies.audience]);
        }
    }
    /** How many things Graph showed: mailboxes, rules, grants, folders. */
    get found() {
        return this.#found;
    }
    /** How many mailboxes were read. */
    get read() {
        return this.#read;
    }
    get unread() {
        return this.#unread;
    }
    /** Automatic replies by state, each by audience outside. Undefined where the report has no such columns. */
    get replies() {
        return this.#replies?.of;
    }
    /** How many mailboxes reply automatically just then. Undefined where the report does not tell. */
    get away() {
        return this.#isAway === undefined ? undefined : this.#away;
    }
    /** How many mailboxes reply automatically, or will. Undefined where the report does not tell. */
    get repliesOn() {
        const distribution = this.distribution('AutomaticReplyStatus');
        return distribution === undefined ? undefined : repliesOn(distribution);
    }
    /** Undefined where the report has no such column, or it is not counted. */
    distribution(column) {
        return this.#distributions.find((distribution) => distribution.column === column)?.of;
    }
}

// EXTERNAL MODULE: ./src/output/tally.ts
var output_tally = __webpack_require__(91319);
;// CONCATENATED MODULE: ./src/pipeline.ts















/**
 * Reads every mailbox once, judges it where there is a policy, and writes its rows of each report and what was found as
 * they come. Throws the UserError `OUTPUT_UNWRITABLE`.
 */
async function writeReports(job, mailboxes, { reader, judge, pace, comesTo }) {
    const { inputs, env, core, signal, policy, reports } = job;
    const folder = await openOutputDirectory(inputs.outputDirectory, env);
    const tally = new output_tally/* Tally */.F0();
    const writings = [];
    let findings = { all: [], json: undefined, page: undefined, everyMailbox: false };
    try {
        for (const definition of reports)
            writings.push(openReport(definition, folder, job, judge));
        findings = await openFindingsFiles(folder, inputs, {
            policy,
            reports,
            lists: mailboxes.files,
            started: job.started,
        });
        const policyTally = judge?.newTally();
        const judging = policyTally === undefined && findings.all.length === 0 ? undefined : { tally: policyTally, files: findings };
        const files = [...writings.map(({ csv }) => csv), ...findings.all.filter((file) => file !== findings.page)];
        const paths = files.map((file) => file.path);
        const [first = folder, ...others] = paths;
        const place = others.length === 0 && findings.page === undefined ? first : folder;
        setOutputs(core, { 'output-directory': folder, 'csv-path': first });
        core.info((0,log/* logText */.k)(`Reading ${writings.map(({ tally: { name } }) => name).join(', ')} from ${inputs.graphUrl}`));
        const progress = progressOf(job, mailboxes, reader, pace);
        try {
            for await (const answers of reader.read())
                await writeAnswers(answers, { writings, tally, judging });
            if (!signal.aborted)
                progress.report();
        }
        finally {
            progress.stop();
        }
        setOutputs(core, { 'read-count': tally.read, 'unread-count': tally.unread });
        if (policyTally !== undefined) {
            setOutputs(core, { 'violation-count': policyTally.violationCount, 'exempt-count': policyTally.exemptCount });
        }
        const outcome = comesTo(tally, policyTally);
        const exemptions = judge?.exemptions.uses;
        await findings.json?.close(endingJson({ outcome, tally, policyTally, exemptions, mailboxes, allowed: inputs }));
        const { page } = findings;
        return {
            outcome,
            tally,
            policyTally,
            reports: writings.map(({ tally: one }) => one),
            folder,
            files: paths,
            page,
            place,
        };
    }
    catch (error) {
        await Promise.allSettled([findings.page?.discard()]);
        throw error;
    }
    finally {
        await closeAll([...writings.map(({ csv }) => csv), ...findings.all]);
    }
}
function openReport(definition, folder, { inputs, started }, judge) {
    const columns = [...(0,reports_definition/* columnNames */.lo)(definition), ...(judge === undefined ? [] : reports_definition/* VERDICT_COLUMNS */.aZ)];
    const csv = openCsv(external_node_path_default().join(folder, `${definition.name}.csv`), columns, { bom: inputs.csvBom });
    const tally = new ReportTally(definition, distributions/* DISTRIBUTED_COLUMNS */.Ie, started);
    return { definition, csv, tally, judge: judge?.judgeOf(definition.name) };
}
function progressOf({ core, now }, mailboxes, reader, pace) {
    const log = (line) => {
        core.info(line);
    };
    return new Progress({
        total: mailboxes.length,
        log,
        now,
        done: () => reader.finished,
        waits: () => pace.throttling.waits,
    });
}
async function writeAnswers(answers, { writings, tally, judging }) {
    for (const answer of answers) {
        const told = [];
        const judged = judging === undefined ? undefined : [];
        for (const [at, { definition, csv, tally: ofReport, judge }] of writings.entries()) {
            const result = answer.results[at];
            if (result === undefined)
                throw new Error(`no result of the report ${definition.name}`);
            const rows = rowsOf(answer.mailbox, result, definition);
            const verdict = judge?.(rows);
            ofReport.add(rows);
            told.push({ report: ofReport.name, row: rows[0] });
            judged?.push({ definition, rows, verdict });
            const behind = csv.write(rows, judging?.tally === undefined ? undefined : (verdict?.rows ?? 'none'));
            if (behind !== undefined)
                await behind;
        }
        const whole = asOne(told) ?? { mailbox: answer.mailbox, status: 'ok', error: '' };
        tally.add(whole);
        if (judging === undefined || judged === undefined)
            continue;
        judging.tally?.add(judged);
        const { mailbox, status, error } = whole;
        // Most mailboxes break no rule, and then only some files have them.
        if (!judging.files.everyMailbox && status === 'ok' && (0,sink/* findingsOf */.W)({ reports: judged }).length === 0)
            continue;
        const judgedMailbox = { mailbox, status, error, reports: judged };
        for (const file of judging.files.all) {
            const behind = file.add(judgedMailbox);
            if (behind !== undefined)
                await behind;
        }
    }
}
/** What holds for a mailbox in every report comes first: a report tells less of it where one is merely denied. */
const BY_WEIGHT = [
    'cancelled',
    'not-found',
    'no-mailbox',
    'throttled',
    'failed',
    'access-denied',
];
/** Why a mailbox is unread, as the weightiest of its reports has it. Those are named where others tell otherwise. */
function asOne(told) {
    if (told.every(({ row }) => row.status === 'ok'))
        return undefined;
    const status = BY_WEIGHT.find((weighty) => told.some(({ row }) => row.status === weighty));
    const [first, ...more] = told.filter(({ row }) => row.status === status);
    if (first === undefined || more.length + 1 === told.length)
        return first?.row;
    return { ...first.row, error: `${[first, ...more].map(({ report }) => report).join(', ')}: ${first.row.error}` };
}

// EXTERNAL MODULE: ./src/reports/built-in.ts + 6 modules
var built_in = __webpack_require__(36267);
;// CONCATENATED MODULE: ./src/policy/choose.ts

/**
 * The policy that the input "policy" names, and what is to be read for its rules. Throws a UserError `POLICY_FILE` for a
 * file that cannot be read or is wrong.
 *
 * @param file as the input has it; undefined: nothing is judged
 * @param workspace absolute path of the repository's checkout
 * @param reports those that the input "report" names
 */
async function choosePolicy(file, workspace, reports) {
    if (file === undefined)
        return { policy: undefined, reports, added: [] };
    // What reads YAML and checks schemas takes a while to load, and a run without a policy does without.
    const { readPolicyFile } = await Promise.all(/* import() */[__webpack_require__.e(129), __webpack_require__.e(815), __webpack_require__.e(631), __webpack_require__.e(893)]).then(__webpack_require__.bind(__webpack_require__, 11893));
    const policy = await readPolicyFile(file, workspace, reports);
    const named = new Set(reports.map(({ name }) => name));
    const wanted = new Set(policy.rules.map(({ report }) => report));
    const added = [...built_in/* builtInReports */.v.values()].filter(({ name }) => wanted.has(name) && !named.has(name));
    return { policy, reports: [...reports, ...added], added: added.map(({ name }) => name) };
}

// EXTERNAL MODULE: ./node_modules/undici/index.js
var undici = __webpack_require__(46752);
// EXTERNAL MODULE: ./src/http/secure-url.ts
var secure_url = __webpack_require__(28347);
;// CONCATENATED MODULE: ./src/runner/repository-visibility.ts





const TIMEOUT_MS = 5_000;
/**
 * Whether everybody can see the workflow's repository, and with it the summary, the annotations and the log of its runs,
 * and the artifacts with a GitHub account. The event that started the run tells, but that of a schedule says nothing
 * of the repository; then GitHub is asked, without a token: only what is public is there for a stranger. False where
 * nobody tells. Never rejects.
 */
async function isPublicRepository(env, { dispatcher, signal }) {
    const told = await toldByEvent(env);
    if (told !== undefined)
        return told;
    const { GITHUB_API_URL: api = '', GITHUB_SERVER_URL: server = '', GITHUB_REPOSITORY: repository = '' } = env;
    if (!/^[\w.-]+\/[\w.-]+$/.test(repository))
        return false;
    const ask = (method, address) => statusOf(method, address, { dispatcher, signal });
    const status = await ask('GET', `${api}/repos/${repository}`);
    // The API counts what strangers ask by address, and hosted runners share theirs; the repository's page does not.
    if (status === 403 || status === 429)
        return (await ask('HEAD', `${server}/${repository}`)) === 200;
    return status === 200;
}
/** Undefined where there is no answer, whatever stands in the way: the report does not depend on it. */
async function statusOf(method, address, { dispatcher, signal }) {
    const url = URL.parse(address);
    if (url === null || !(0,secure_url/* isConfidential */.F)(url))
        return undefined;
    try {
        const { statusCode, body } = await (0,undici/* request */.Em)(url, {
            method,
            dispatcher,
            headers: { 'user-agent': 'mailbox-report', accept: 'application/vnd.github+json, text/html' },
            headersTimeout: TIMEOUT_MS,
            bodyTimeout: TIMEOUT_MS,
            signal: AbortSignal.any([signal, AbortSignal.timeout(TIMEOUT_MS)]),
        });
        await body.dump();
        return statusCode;
    }
    catch {
        return undefined;
    }
}
async function toldByEvent({ GITHUB_EVENT_PATH: file = '' }) {
    if (file === '')
        return undefined;
    try {
        const repository = (0,json/* property */.MZ)((0,json/* jsonOrUndefined */._D)(await (0,promises_.readFile)(file, 'utf8')), 'repository');
        const visibility = (0,json/* property */.MZ)(repository, 'visibility');
        if (typeof visibility === 'string')
            return visibility === 'public';
        const isPrivate = (0,json/* property */.MZ)(repository, 'private');
        return typeof isPrivate === 'boolean' ? !isPrivate : undefined;
    }
    catch {
        return undefined;
    }
}
/** What of a run names mailboxes to everybody, and how to hide it; undefined where nothing does. */
function visibilityWarning({ summary, uploads, }) {
    const shown = [
        ...(summary === 'full' ? ['the job summary', 'the annotations'] : []),
        ...(uploads ? ['the artifact'] : []),
    ];
    if (shown.length === 0)
        return undefined;
    const hide = [
        ...(summary === 'full' ? ['"summary" to "counts"'] : []),
        ...(uploads ? ['"artifact-name" to an empty text'] : []),
    ];
    return (`This repository is public: everybody can see ${(0,text_numbers/* listed */.KE)(shown, 'and')}, which ${summary === 'full' ? 'name' : 'names'} mailboxes. ` +
        `Set ${hide.join(' and ')} to hide them, or move the workflow to a private repository.`);
}

// EXTERNAL MODULE: ./src/reports/choose.ts
var choose = __webpack_require__(4274);
// EXTERNAL MODULE: ./src/reports/expressions/plain-text.ts
var plain_text = __webpack_require__(10787);
// EXTERNAL MODULE: ./src/reports/expressions/expression.ts + 4 modules
var expressions_expression = __webpack_require__(97815);
;// CONCATENATED MODULE: ./src/reports/columns.ts

/**
 * Compiles a report's columns. Throws the UserError `EXPRESSION` of an expression that does not parse; the reader throws
 * an Error that names the column if an expression cannot be evaluated on a response.
 */
function compileColumns(report, inside) {
    const expressions = Object.entries(report.columns).map(([name, text]) => compileNamed(`column ${name}`, text, inside));
    const inconclusive = report.inconclusive === undefined ? undefined : compileNamed('inconclusive', report.inconclusive, inside);
    return (item) => ({
        cells: expressions.map((expression) => emptyAsNull(expression(item))),
        partial: inconclusive !== undefined && (0,expressions_expression/* isTruthy */.z)(inconclusive(item)),
    });
}
/** Graph returns null for one mailbox and '' for another. Rules see both as blank. */
function emptyAsNull(cell) {
    return cell === '' ? null : cell;
}
function compileNamed(name, text, inside) {
    const expression = (0,expressions_expression/* compileExpression */.W)(text, inside);
    return (item) => {
        try {
            return expression(item);
        }
        catch (error) {
            throw new Error(`${name} cannot be evaluated on the response`, { cause: error });
        }
    };
}

;// CONCATENATED MODULE: ./src/reports/page-collectors.ts




/** A path that finds an array in each page. Any other `rows` expression needs all pages at once. */
const PROPERTY_PATH = /^[A-Za-z_]\w*(?:\.[A-Za-z_]\w*)*$/;
/** An expression that reads the items of an OData collection. */
const OF_COLLECTION = /^value\b/;
/** A limit for folders that contain themselves. Real folder trees are less deep. */
const MAX_DEPTH = 100;
/**
 * Compiles how the pages of a report become rows. Throws the UserError `EXPRESSION` of an expression that does not parse;
 * the collectors throw if a response does not have the expected shape.
 */
function compilePageCollector(report, inside) {
    const cells = compileColumns(report, inside);
    const { rows, request } = report;
    const { children, query } = request;
    if (children !== undefined) {
        const items = compileItems(rows ?? 'value', inside);
        const hasChildren = children.when === undefined ? undefined : (0,expressions_expression/* compileExpression */.W)(children.when, inside);
        const needsChildren = (item) => hasChildren === undefined || (0,expressions_expression/* isTruthy */.z)(hasChildren(item));
        return () => treeCollector({ items, cells, children, needsChildren, query });
    }
    if (rows === undefined)
        return () => wholeCollector((response) => [cells(response)]);
    const items = compileItems(rows, inside);
    if (PROPERTY_PATH.test(rows))
        return () => pageCollector((page) => items(page).map(cells));
    return () => wholeCollector((response) => items(response).map(cells));
}
/**
 * Compiles a report's `rows`: the array that it finds in a response; empty if there is none. The result throws if it finds
 * anything but an array, or if a page of a collection has no `value`, since a truncated response must not look like an
 * empty collection.
 */
function compileItems(rows, inside) {
    const expression = (0,expressions_expression/* compileExpression */.W)(rows, inside);
    const ofCollection = OF_COLLECTION.test(rows);
    return (response) => {
        if (ofCollection && !Array.isArray((0,json/* property */.MZ)(response, 'value')))
            throw new TypeError('A page has no array "value"');
        const found = expression(response);
        if (found === null)
            return [];
        if (!Array.isArray(found))
            throw new TypeError(`"rows" finds no array in the response: ${rows}`);
        return found;
    };
}
/** Converts each page to rows as it arrives, so that no page is kept. */
function pageCollector(read) {
    const rows = [];
    const onPage = (page) => {
        for (const row of read(page))
            rows.push(row);
        return [];
    };
    return { onPage, result: () => rows };
}
/** Combines the pages of a collection first, as if Graph had sent one. */
function wholeCollector(read) {
    let whole;
    let result = [];
    const onPage = (page, hasMore) => {
        if (whole === undefined && !hasMore) {
            result = read(page);
            return [];
        }
        whole ??= { ...page, value: [] };
        append(whole, page);
        if (!hasMore)
            result = read(whole);
        return [];
    };
    return { onPage, result: () => result };
}
function append(whole, page) {
    const [values, more] = [(0,json/* property */.MZ)(whole, 'value'), (0,json/* property */.MZ)(page, 'value')];
    if (!Array.isArray(values) || !Array.isArray(more))
        throw new TypeError('A page has no array "value"');
    for (const value of more)
        values.push(value);
}
/** Requests the children of each row, down to the leaves. The rows are depth first: each row, its children, its next sibling. */
function treeCollector({ items, cells, children, needsChildren, query }) {
    const collectInto = (nodes, parents) => (page) => items(page).flatMap((found) => {
        const item = (0,json/* isObject */.Gv)(found) ? { ...found, parents: [...parents] } : found;
        const node = { row: cells(item), children: [] };
        nodes.push(node);
        return followUps(item, parents, node.children);
    });
    const followUps = (item, parents, nodes) => {
        if (!(0,json/* isObject */.Gv)(item) || !needsChildren(item))
            return [];
        const id = (0,json/* property */.MZ)(item, 'id');
        // An id of dots would lead up the path.
        if (typeof id !== 'string' || /^\.*$/.test(id))
            throw new TypeError('A row with children has no "id"');
        if (parents.length >= MAX_DEPTH)
            throw new RangeError(`Rows are nested more than ${MAX_DEPTH} deep`);
        return [{ path: (0,reports_definition/* childrenPath */.J4)(children.path, id, query), onPage: collectInto(nodes, [...parents, item]) }];
    };
    const root = [];
    return { onPage: collectInto(root, []), result: () => [...depthFirst(root)] };
}
function* depthFirst(nodes) {
    for (const { row, children } of nodes) {
        yield row;
        yield* depthFirst(children);
    }
}

;// CONCATENATED MODULE: ./src/reports/query.ts



/**
 * Compiles a query for each report, in the order of the reports. Rejects with the UserError `EXPRESSION` of an expression
 * that does not parse.
 */
async function compileQueries(definitions, internalDomains) {
    if (JSON.stringify(definitions).includes('plain_text'))
        await (0,plain_text/* loadPlainText */.q)();
    return definitions.map((definition) => ({
        version: definition.request.version,
        path: (0,reports_definition/* requestPath */.Zq)(definition.request),
        newCollector: compilePageCollector(definition, internalDomains),
    }));
}

;// CONCATENATED MODULE: ./src/run.ts























/**
 * Runs the report action. Whatever was read is written, uploaded and summarised before the step fails. Never rejects:
 * what went wrong is an annotation, the output `result` and the exit code.
 */
async function run(env, around) {
    for (const secret of [...(0,src_inputs/* secretInputs */._y)(env), ...(0,proxy/* proxySecrets */.Wm)(env)])
        around.core.setSecret(secret);
    try {
        await report(env, around);
    }
    catch (error) {
        await fail(error, env, around);
    }
}
/** The product in one sentence: inputs, token, mailboxes, answers, rows, files, outcome. */
async function report(env, around) {
    const inputs = (0,src_inputs/* readReportInputs */.gM)(env);
    (0,proxy/* requireUsableProxy */.A1)(env);
    const named = await (0,choose/* chooseReports */.jK)(inputs.report, workspaceOf(env));
    const { policy, reports, added } = await choosePolicy(inputs.policy, workspaceOf(env), named);
    const job = { env, inputs, reports, policy, started: around.now(), warnings: [], ...around };
    tellSettings(job, added);
    const publicity = isPublicRepository(env, job);
    const credential = openCredential(job);
    const tokens = await signIn(job, credential);
    const mailboxes = await listMailboxes(job);
    const pace = new RateLimiter({ concurrency: inputs.concurrency, random: around.random });
    const queries = await compileQueries(reports, inputs.internalDomains ?? (0,internal_domains/* domainsOfList */.zg)(mailboxes));
    const judge = await judgeForJob(job);
    const reader = readerForJob(job, mailboxes, queries, { tokens, pace });
    const comesTo = (tally, policyTally) => outcomeOf(job, countsOf(tally, policyTally), reader.stoppedBy);
    const written = await writeReports(job, mailboxes, { reader, judge, pace, comesTo });
    tellExemptions(job, judge);
    if (await publicity)
        tellVisibility(job);
    await deliver(job, { certificate: credential.certificate, mailboxes, pace, judge, ...written });
}
function openCredential(job) {
    const { credential } = job.inputs;
    if (credential.kind === 'certificate')
        return { certificate: openCertificate(job, credential) };
    return { certificate: undefined, oidc: (0,federated/* oidcEndpoint */.Y)(job.env), audience: credential.audience };
}
function openCertificate(job, { pfx, pfxPassword }) {
    const { core, now } = job;
    const time = now();
    const certificate = readPfx(pfx, pfxPassword, new Date(time));
    setOutputs(core, {
        'certificate-expires-on': certificate.notAfter.toISOString().slice(0, 10),
        'certificate-days-left': (0,sign_in/* daysLeft */.H_)(certificate, time),
    });
    requireValid(certificate, new Date(time));
    for (const warning of (0,sign_in/* certificateWarnings */.bb)(certificate, time))
        warn(job, warning);
    return certificate;
}
async function signIn(job, credential) {
    const { inputs, core, dispatcher, now, signal } = job;
    const mask = (secret) => {
        core.setSecret(secret);
    };
    const options = { ...inputs, dispatcher, now, mask, signal };
    const tokens = credential.certificate === undefined
        ? (0,sign_in/* tokensByFederation */.lT)({ ...options, ...credential })
        : (0,sign_in/* tokensByCertificate */.ho)({ ...options, ...credential });
    const by = credential.certificate === undefined
        ? `GitHub's OIDC token for ${credential.audience}`
        : `certificate ${credential.certificate.thumbprint}`;
    core.info(`Signing in to ${inputs.authorityHost} as application ${inputs.clientId}, ${by}`);
    try {
        const { roles } = await tokens.get();
        const warning = roleWarning(roles, job.reports, (0,sign_in/* consentUrl */.CH)(inputs));
        if (warning !== undefined)
            warn(job, warning);
    }
    catch (error) {
        // Who cancels gets a report of what was read all the same, if only of nothing.
        if (!signal.aborted)
            throw error;
    }
    return tokens;
}
async function listMailboxes({ inputs, env, core }) {
    const { mailboxes: patterns, mailboxColumn: column, summary } = inputs;
    const mailboxes = await readMailboxLists({ patterns, workspace: workspaceOf(env), column });
    setOutputs(core, { 'mailbox-count': mailboxes.length });
    core.info((0,log/* logText */.k)(`${(0,text_numbers/* counted */.hS)(mailboxes.length, 'mailbox', 'mailboxes')} in ${mailboxes.files.join(', ')}`));
    (0,annotations/* annotateDuplicates */.$c)(core, mailboxes, summary === 'full' ? 'full' : 'counts');
    return mailboxes;
}
/** What judges rows takes a while to load, and a run without a policy does without. */
async function judgeForJob({ policy, reports, now }) {
    if (policy === undefined)
        return undefined;
    const { compilePolicy } = await Promise.all(/* import() */[__webpack_require__.e(129), __webpack_require__.e(642)]).then(__webpack_require__.bind(__webpack_require__, 21642));
    return compilePolicy(policy, reports, now());
}
/** An exemption that has expired no longer keeps anything from failing: whoever wonders why is told. */
function tellExemptions(job, judge) {
    const expired = judge?.exemptions.uses.filter(({ missed }) => missed > 0) ?? [];
    const [first] = expired;
    if (first === undefined)
        return;
    const named = expired.slice(0, 5).map(({ exemption: { rule, expires } }) => `${rule} (until ${expires})`);
    const more = expired.length > named.length ? ` and ${(0,text_numbers/* counted */.hS)(expired.length - named.length, 'more', 'more')}` : '';
    warn(job, `Exemptions have expired, and their rules bite again: ${named.join(', ')}${more}.`, first.exemption.place);
}
function tellVisibility(job) {
    const { summary, artifactName } = job.inputs;
    const warning = visibilityWarning({ summary, uploads: artifactName !== undefined });
    if (warning !== undefined)
        warn(job, warning);
}
function workspaceOf(env) {
    return env.GITHUB_WORKSPACE ?? process.cwd();
}
/** What the run comes to, and why where reading ended early. */
function outcomeOf(job, counts, stoppedBy) {
    const outcome = judge(counts, job.inputs);
    if (outcome.result === 'pass' && counts.unread === counts.mailboxes) {
        warn(job, 'No mailbox was read, so that nothing is known of any: look at the cause before "max-unread".');
    }
    if (stoppedBy === undefined)
        return outcome;
    if (outcome.result !== 'incomplete') {
        warn(job, stoppedBy.message);
        return outcome;
    }
    return { ...outcome, message: `${outcome.message} ${stoppedBy.message}`, hint: stoppedBy.hint };
}


/***/ }),

/***/ 44312:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   Z: () => (/* binding */ stopOnSignals)
/* harmony export */ });
/**
 * GitHub sends SIGINT, 7.5 s later SIGTERM, and kills 2.5 s after that; on Windows the first two are Ctrl+C and Ctrl+Break.
 * Uploading has until the deadline; the process ends before the runner would kill it, even where something hangs.
 * https://docs.github.com/actions/reference/workflows-and-actions/workflow-cancellation
 */
const DEADLINE_MS = 4_500;
const END_MS = 6_500;
/** SIGBREAK is Ctrl+Break, which only Windows has; elsewhere it never comes. */
const SIGNALS = ['SIGINT', 'SIGTERM', 'SIGBREAK'];
/** Turns what asks the process to end into signals for a run. */
function stopOnSignals(source) {
    const stop = new AbortController();
    const deadline = new AbortController();
    const exit = (code) => {
        // Where standard output is a pipe that is written behind, what was said must be out first.
        source.stdout.write('', () => source.exit(source.exitCode ?? code));
    };
    const onSignal = () => {
        if (stop.signal.aborted)
            return;
        stop.abort(new Error('the run was cancelled'));
        setTimeout(() => {
            deadline.abort(new Error('the run was cancelled, and there was no time left for it'));
        }, DEADLINE_MS).unref();
        setTimeout(() => {
            exit(1);
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
            if (stop.signal.aborted)
                exit(0);
        },
    };
}


/***/ }),

/***/ 38639:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   G: () => (/* binding */ expectedText)
/* harmony export */ });
/* harmony import */ var _json_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(8301);
/* harmony import */ var _text_numbers_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(92613);
/* harmony import */ var _text_display_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(24745);
/* harmony import */ var _keyword_types_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(46512);




const LONGEST = 200;
/** By type, keywords whose words tell it already. */
const TELLING = new Map([
    ['string', ['const', 'enum', 'pattern', 'format', 'minLength', 'maxLength']],
    ['number', ['const', 'enum', 'minimum', 'maximum', 'exclusiveMinimum', 'exclusiveMaximum']],
    ['array', ['const', 'enum', 'items', 'contains', 'minItems', 'maxItems']],
    ['boolean', ['const', 'enum']],
]);
const TYPES = new Map([
    ['string', 'text'],
    ['number', 'a number'],
    ['integer', 'a whole number'],
    ['boolean', 'true or false'],
    ['array', 'a list'],
    ['object', 'an object'],
    ['null', 'blank'],
]);
/**
 * What a cell must be, for people: `none or contactsOnly`, `at least 3`. A schema that no such words were made for stands
 * as compact JSON. At most 200 characters; hostile text until escaped, since a schema quotes whatever its author wrote.
 *
 * @param of what it is about: cells may be blank, addresses never are
 */
function expectedText(schema, of = 'cells') {
    const words = phrase(schema);
    if (words === undefined)
        return (0,_text_display_js__WEBPACK_IMPORTED_MODULE_2__/* .shortened */ .vI)(JSON.stringify(schema), LONGEST);
    return (0,_text_display_js__WEBPACK_IMPORTED_MODULE_2__/* .shortened */ .vI)(of === 'cells' && (0,_keyword_types_js__WEBPACK_IMPORTED_MODULE_1__/* .typeThatRefusesBlank */ .Tp)(schema) !== undefined ? `not blank, and ${words}` : words, LONGEST);
}
/** Undefined where there are no words for it. */
function phrase(schema) {
    if (typeof schema === 'boolean')
        return schema ? 'anything' : 'nothing';
    if (!(0,_json_js__WEBPACK_IMPORTED_MODULE_3__/* .isObject */ .Gv)(schema))
        return undefined;
    const phrases = [];
    for (const [keyword, value] of Object.entries(schema)) {
        if (_keyword_types_js__WEBPACK_IMPORTED_MODULE_1__/* .ANNOTATIONS */ .BC.has(keyword) || (keyword === 'type' && isTold(value, schema)))
            continue;
        const words = keywordPhrase(keyword, value);
        if (words === undefined)
            return undefined;
        phrases.push(words);
    }
    return phrases.length === 0 ? 'anything' : phrases.join(', and ');
}
function isTold(type, schema) {
    return (TELLING.get(type) ?? []).some((keyword) => Object.hasOwn(schema, keyword));
}
function keywordPhrase(keyword, value) {
    switch (keyword) {
        case 'const':
            return valueText(value);
        case 'enum':
            return Array.isArray(value) && value.length > 0 ? (0,_text_numbers_js__WEBPACK_IMPORTED_MODULE_0__/* .listed */ .KE)(value.map(valueText), 'or') : undefined;
        case 'not':
            return negated(value);
        case 'anyOf':
            return alternatives(value);
        case 'type':
            return typePhrase(value);
        case 'pattern':
            return typeof value === 'string' ? `text that matches /${value}/` : undefined;
        case 'format':
            return typeof value === 'string' ? `text in the format ${value}` : undefined;
        case 'items':
            return within(value, (words) => `only ${words}`);
        case 'contains':
            return within(value, (words) => `${words} among others`);
        default:
            return typeof value === 'number' ? boundPhrase(keyword, value) : undefined;
    }
}
function boundPhrase(keyword, bound) {
    switch (keyword) {
        case 'minimum':
            return `at least ${bound}`;
        case 'maximum':
            return `at most ${bound}`;
        case 'exclusiveMinimum':
            return `more than ${bound}`;
        case 'exclusiveMaximum':
            return `less than ${bound}`;
        case 'multipleOf':
            return `a multiple of ${bound}`;
        case 'minLength':
            return `at least ${(0,_text_numbers_js__WEBPACK_IMPORTED_MODULE_0__/* .counted */ .hS)(bound, 'character', 'characters')}`;
        case 'maxLength':
            return `at most ${(0,_text_numbers_js__WEBPACK_IMPORTED_MODULE_0__/* .counted */ .hS)(bound, 'character', 'characters')}`;
        case 'minItems':
            return `at least ${(0,_text_numbers_js__WEBPACK_IMPORTED_MODULE_0__/* .counted */ .hS)(bound, 'entry', 'entries')}`;
        case 'maxItems':
            return bound === 0 ? 'no entry' : `at most ${(0,_text_numbers_js__WEBPACK_IMPORTED_MODULE_0__/* .counted */ .hS)(bound, 'entry', 'entries')}`;
        default:
            return undefined;
    }
}
function negated(schema) {
    if (!(0,_json_js__WEBPACK_IMPORTED_MODULE_3__/* .isObject */ .Gv)(schema))
        return undefined;
    const { enum: values, ...others } = schema;
    if (Array.isArray(values) && values.length > 1 && Object.keys(others).length === 0) {
        return `neither ${(0,_text_numbers_js__WEBPACK_IMPORTED_MODULE_0__/* .listed */ .KE)(values.map(valueText), 'nor')}`;
    }
    return within(schema, (words) => `not ${words}`);
}
/** Words around those of a schema that takes only one phrase: of more, it would be unclear which of them are meant. */
function within(schema, around) {
    if (!(0,_json_js__WEBPACK_IMPORTED_MODULE_3__/* .isObject */ .Gv)(schema))
        return undefined;
    const told = Object.keys(schema).filter((keyword) => !_keyword_types_js__WEBPACK_IMPORTED_MODULE_1__/* .ANNOTATIONS */ .BC.has(keyword) && keyword !== 'type');
    const words = phrase(schema);
    return told.length > 1 || words === undefined ? undefined : around(words);
}
function alternatives(schemas) {
    if (!Array.isArray(schemas) || schemas.length === 0)
        return undefined;
    const phrases = [];
    for (const schema of schemas) {
        const words = within(schema, (inner) => inner);
        if (words === undefined)
            return undefined;
        phrases.push(words);
    }
    return phrases.join(' or ');
}
function typePhrase(type) {
    const names = Array.isArray(type) ? type : [type];
    const phrases = [];
    for (const name of names) {
        const words = TYPES.get(name);
        if (words === undefined)
            return undefined;
        phrases.push(words);
    }
    return phrases.length === 0 ? undefined : phrases.join(' or ');
}
/** A value as a policy's author writes it; in quotes where blanks at its ends would not show. */
function valueText(value) {
    if (value === null)
        return 'blank';
    if (value === '')
        return 'an empty text';
    if (Array.isArray(value) && value.length === 0)
        return 'no entry';
    return typeof value === 'string' && value === value.trim() ? value : JSON.stringify(value);
}


/***/ }),

/***/ 46512:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   BC: () => (/* binding */ ANNOTATIONS),
/* harmony export */   OZ: () => (/* binding */ ABOUT),
/* harmony export */   Tp: () => (/* binding */ typeThatRefusesBlank)
/* harmony export */ });
/* harmony import */ var _json_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(8301);

/** The JSON type that a keyword is about: values of others meet it, whatever it says. */
const ABOUT = {
    pattern: 'string',
    format: 'string',
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
/** They say nothing about a cell. */
const ANNOTATIONS = new Set([
    ...['title', 'description', '$comment', 'default', 'examples', 'deprecated'],
]);
/**
 * The JSON type of what stands under a schema's `not` where blank cells break the schema by it alone: a blank cell meets
 * what is negated, and nothing beside it says whether blank will do. Undefined for any other schema.
 */
function typeThatRefusesBlank(schema) {
    if (!(0,_json_js__WEBPACK_IMPORTED_MODULE_0__/* .isObject */ .Gv)(schema) || Object.hasOwn(schema, 'type'))
        return undefined;
    const { not: negated } = schema;
    return negated === undefined ? undefined : typeBesideBlank(negated);
}
/**
 * The JSON type of which a schema speaks, where all its keywords are about one: a blank cell meets such a schema, since
 * none of them is about blank ones. Undefined for any other.
 */
function typeBesideBlank(schema) {
    if (!(0,_json_js__WEBPACK_IMPORTED_MODULE_0__/* .isObject */ .Gv)(schema))
        return undefined;
    const keywords = Object.keys(schema).filter((keyword) => !ANNOTATIONS.has(keyword));
    const types = keywords.map((keyword) => (Object.hasOwn(ABOUT, keyword) ? ABOUT[keyword] : undefined));
    return types.includes(undefined) ? undefined : types[0];
}


/***/ }),

/***/ 95678:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   d: () => (/* binding */ boundYoungGeneration)
/* harmony export */ });
/* harmony import */ var node_v8__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(78877);
/* harmony import */ var node_v8__WEBPACK_IMPORTED_MODULE_0___default = /*#__PURE__*/__webpack_require__.n(node_v8__WEBPACK_IMPORTED_MODULE_0__);

/** Bytes of both halves together: collecting it costs no more CPU than a larger one did when measured. */
const ENOUGH = 16 * 1024 * 1024;
const LOOK_EVERY_MS = 50;
/**
 * Keeps V8's young generation from growing for ever. V8 doubles it, up to 128 MiB, whenever what outlived collections
 * adds up to its size, however little outlives each; so the longer a list, the more memory a run would take for what
 * dies at once all the same. A packaged action has no flags of its own to start with, so growing ends when it has grown
 * enough: the flag is read at each growth. https://v8.dev/blog/orinoco-parallel-scavenger
 */
function boundYoungGeneration() {
    const look = setInterval(() => {
        const size = (0,node_v8__WEBPACK_IMPORTED_MODULE_0__.getHeapSpaceStatistics)().find(({ space_name: name }) => name === 'new_space')?.space_size ?? ENOUGH;
        if (size < ENOUGH)
            return;
        (0,node_v8__WEBPACK_IMPORTED_MODULE_0__.setFlagsFromString)('--semi-space-growth-factor=1');
        clearInterval(look);
    }, LOOK_EVERY_MS);
    look.unref();
}


/***/ })

};
