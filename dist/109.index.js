export const id = 109;
export const ids = [109];
export const modules = {

/***/ 62045:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   Jn: () => (/* binding */ roleWarning),
/* harmony export */   hU: () => (/* binding */ covers)
/* harmony export */ });
/* unused harmony export isSameRole */
const RANKS = ['ReadBasic', 'Read', 'ReadWrite'];
/** Resources that a permission to read another resource includes. https://learn.microsoft.com/graph/permissions-reference */
const INCLUDED = {
    Directory: [
        'AdministrativeUnit',
        'Application',
        'Device',
        'Domain',
        'Group',
        'GroupMember',
        'Organization',
        'OrgContact',
        'User',
    ],
    Group: ['GroupMember'],
};
/**
 * True if a token with these app roles has a permission, by itself or as a part of a wider one. The suffix `.All` is
 * ignored: application permissions apply to all mailboxes with and without it.
 */
function covers(roles, permission) {
    const needed = parsed(permission);
    return roles.some((role) => {
        const granted = parsed(role);
        if (granted.resource === needed.resource && granted.rank === needed.rank)
            return true;
        const isIncluded = granted.resource === needed.resource ||
            (needed.rank !== 'ReadWrite' && (INCLUDED[granted.resource] ?? []).includes(needed.resource));
        return isIncluded && RANKS.includes(needed.rank) && RANKS.indexOf(granted.rank) >= RANKS.indexOf(needed.rank);
    });
}
/**
 * A warning about the reports whose permission the app roles of a token lack: Graph will deny them. Only a warning,
 * because RBAC for Applications in Exchange Online grants permissions that no token contains. Undefined if nothing is
 * missing or the roles are unknown. `consentUrl`: the page where an administrator grants consent.
 */
function roleWarning(roles, reports, consentUrl) {
    if (roles === undefined)
        return undefined;
    const missing = reports
        .map(({ name, permissions }) => ({ name, lacks: permissions.filter((permission) => !covers(roles, permission)) }))
        .filter(({ lacks }) => lacks.length > 0);
    if (missing.length === 0)
        return undefined;
    const granted = roles.length === 0 ? 'no app role' : `only the app roles ${roles.join(', ')}`;
    const needs = missing.map(({ name, lacks }) => `the report "${name}" requires ${lacks.join(' and ')}`).join(', ');
    return (`The token has ${granted}; ${needs}. Add the missing permissions under API permissions > Microsoft Graph > ` +
        `Application permissions, and let an administrator grant consent there or at ${consentUrl} . Until then Graph denies ` +
        'access to these mailboxes. Ignore this warning if RBAC for Applications in Exchange Online grants the access.');
}
/** True if two names differ in the suffix `.All` only. */
function isSameRole(one, other) {
    const [a, b] = [parsed(one), parsed(other)];
    return a.resource === b.resource && a.rank === b.rank;
}
/** `Mail.ReadBasic.All`: the resource `Mail` with the rank `ReadBasic`. */
function parsed(permission) {
    const words = permission.replace(/\.All$/, '').split('.');
    return { resource: words.slice(0, -1).join('.'), rank: words.at(-1) ?? '' };
}


/***/ }),

/***/ 40788:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   B: () => (/* binding */ workspaceOf),
/* harmony export */   R: () => (/* binding */ warn)
/* harmony export */ });
/* harmony import */ var _runner_log_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(47708);

/** Logs a warning and keeps it for the summary. */
function warn({ core, warnings }, message, place) {
    warnings.push(message);
    core.warning((0,_runner_log_js__WEBPACK_IMPORTED_MODULE_0__/* .logText */ .kc)(message), (0,_runner_log_js__WEBPACK_IMPORTED_MODULE_0__/* .placeProperties */ .ty)(place));
}
/** The folder of the repository's checkout. */
function workspaceOf(env) {
    return env.GITHUB_WORKSPACE ?? process.cwd();
}


/***/ }),

/***/ 26407:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   P: () => (/* binding */ knownCmdlet)
/* harmony export */ });
/* unused harmony export CMDLETS */
const IDS = ['ExternalDirectoryObjectId', 'Guid', 'Identity'];
function listing(keys, parameters = []) {
    return { kind: 'listing', mailboxParameter: 'Identity', keys, parameters };
}
function mailbox(parameters = [], mailboxParameter = 'Identity') {
    return { kind: 'mailbox', mailboxParameter, keys: [], parameters };
}
const ORGANIZATION = { kind: 'organization', mailboxParameter: 'Identity', keys: [], parameters: [] };
/** https://learn.microsoft.com/powershell/module/exchange: what identifies an object of each listing differs. */
const CMDLETS = new Map([
    ['Get-Mailbox', listing(['UserPrincipalName', 'PrimarySmtpAddress', 'EmailAddresses', ...IDS])],
    ['Get-CASMailbox', listing(['PrimarySmtpAddress', 'EmailAddresses', ...IDS])],
    ['Get-MailboxAuditBypassAssociation', listing(['Guid', 'Identity'])],
    ['Get-RecipientPermission', { ...listing(['Identity']), many: true }],
    ['Get-Recipient', mailbox()],
    ['Get-MailboxPermission', mailbox()],
    ['Get-MailboxStatistics', mailbox(['Archive'])],
    ['Get-CalendarProcessing', mailbox()],
    ['Get-InboxRule', mailbox(['IncludeHidden'], 'Mailbox')],
    ['Get-MailboxRegionalConfiguration', mailbox()],
    ['Get-MailboxJunkEmailConfiguration', mailbox()],
    ['Get-MailboxAutoReplyConfiguration', mailbox()],
    ['Get-MailboxMessageConfiguration', mailbox()],
    ['Get-TransportConfig', ORGANIZATION],
    ['Get-AcceptedDomain', ORGANIZATION],
]);
/** A cmdlet of a report. Reports are checked before they run, so one that is missing is a bug. */
function knownCmdlet(name) {
    const found = CMDLETS.get(name);
    if (found === undefined)
        throw new Error(`no cmdlet ${name}`);
    return found;
}


/***/ }),

/***/ 35624:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   BU: () => (/* binding */ BATCH_SIZE),
/* harmony export */   DA: () => (/* binding */ parseBatchResponse),
/* harmony export */   Yl: () => (/* binding */ mailboxUrl),
/* harmony export */   jW: () => (/* binding */ batchBody)
/* harmony export */ });
/* harmony import */ var _json_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(8301);

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
    const user = address.startsWith('$')
        ? `/users('${percentEncoded(address.replaceAll("'", "''"))}')`
        : `/users/${percentEncoded(address)}`;
    return path === '' || path.startsWith('?') ? user + path : `${user}/${path}`;
}
/** Also encodes the characters that `encodeURIComponent` keeps and OData gives a meaning. */
function percentEncoded(text) {
    return encodeURIComponent(text).replace(/[!'()*]/g, (mark) => `%${mark.charCodeAt(0).toString(16).toUpperCase()}`);
}
/** The body of a `$batch` request. The ids are the positions, from 0. */
function batchBody(requests) {
    return JSON.stringify({
        requests: requests.map(({ url, body }, id) => body === undefined
            ? { id: String(id), method: 'GET', url }
            : { id: String(id), method: 'PATCH', url, headers: { 'Content-Type': 'application/json' }, body }),
    });
}
/**
 * The responses of a batch by the position of their request: one for each, unless the response is faulty. Graph returns
 * them in any order; only the id identifies them. Throws if the text is not a batch response.
 */
function parseBatchResponse(text, size) {
    const responses = (0,_json_js__WEBPACK_IMPORTED_MODULE_0__/* .property */ .MZ)((0,_json_js__WEBPACK_IMPORTED_MODULE_0__/* .parseJson */ .qF)(text), 'responses');
    if (!Array.isArray(responses))
        throw new Error('no "responses" in the answer to a batch');
    const items = Array.from({ length: size }, () => []);
    for (const response of responses) {
        const id = (0,_json_js__WEBPACK_IMPORTED_MODULE_0__/* .property */ .MZ)(response, 'id');
        const position = typeof id === 'string' && ID.test(id) ? Number(id) : size;
        const status = (0,_json_js__WEBPACK_IMPORTED_MODULE_0__/* .property */ .MZ)(response, 'status');
        if (position >= size || typeof status !== 'number')
            continue;
        const headers = (0,_json_js__WEBPACK_IMPORTED_MODULE_0__/* .property */ .MZ)(response, 'headers');
        items[position]?.push({
            status,
            body: (0,_json_js__WEBPACK_IMPORTED_MODULE_0__/* .property */ .MZ)(response, 'body') ?? null,
            retryAfter: status < 400 ? undefined : header(headers, 'retry-after'),
            requestId: status < 400 ? undefined : header(headers, 'request-id'),
        });
    }
    return items;
}
function header(headers, name) {
    if (!(0,_json_js__WEBPACK_IMPORTED_MODULE_0__/* .isObject */ .Gv)(headers))
        return undefined;
    const value = Object.entries(headers).find(([key]) => key.toLowerCase() === name)?.[1];
    return typeof value === 'string' || typeof value === 'number' ? String(value) : undefined;
}


/***/ }),

/***/ 37730:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   Sv: () => (/* binding */ isResponse),
/* harmony export */   _s: () => (/* binding */ longestWait),
/* harmony export */   aG: () => (/* binding */ CircuitBreaker),
/* harmony export */   nC: () => (/* binding */ MAX_WAIT),
/* harmony export */   vu: () => (/* binding */ isRefusal)
/* harmony export */ });
/* unused harmony export MAX_CONSECUTIVE_PAUSES */
/* harmony import */ var _errors_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(83916);

/** Pauses in a row without a response, beyond `noProgressTimeout`, after which reading stops. */
const MAX_CONSECUTIVE_PAUSES = 6;
/** The longest wait in ms that is respected. Graph counts its limits in windows of at most ten minutes. */
const MAX_WAIT = 900_000;
/** Batches in a row whose items mostly ask for a longer wait, after which reading stops. */
const MAX_LONG_WAITS = 3;
/** How many new tokens in a row Graph rejects before reading stops. */
const MAX_REJECTED_TOKENS = 3;
/** Decides from the outcomes of batches when to stop reading, because further requests would not succeed. */
class CircuitBreaker {
    #limiter;
    #noProgressTimeout;
    #lastProgress;
    /** Batches in a row without a response to any request. */
    #failedBatches = 0;
    /** Batches in a row whose items mostly ask for a wait that is too long. */
    #longWaits = 0;
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
    /**
     * Records the outcomes of a batch, which the limiter has recorded before. Returns the reason if reading must stop.
     *
     * @param isWholeBatch whether Graph rejected the batch as a whole
     */
    record(outcomes, { isWholeBatch, now }) {
        if (outcomes.some(isResponse)) {
            this.#failedBatches = 0;
            this.#lastProgress = now;
        }
        const isTimedOut = now - this.#lastProgress > this.#noProgressTimeout;
        const refused = outcomes.filter(isRefusal);
        const [refusal] = refused;
        if (refusal !== undefined) {
            const isHopeless = isTimedOut && this.#limiter.consecutivePauses >= MAX_CONSECUTIVE_PAUSES;
            if (!isHopeless && !this.#isWaitTooLong(outcomes, isWholeBatch))
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
    /** One item's wait concerns its mailbox. The wait of a whole batch, or of most items of several, concerns all. */
    #isWaitTooLong(outcomes, isWholeBatch) {
        const tooLong = outcomes.filter((outcome) => isRefusal(outcome) && (outcome.retryAfter ?? 0) > MAX_WAIT);
        if (isWholeBatch)
            return tooLong.length > 0;
        this.#longWaits = tooLong.length * 2 > outcomes.length ? this.#longWaits + 1 : 0;
        return this.#longWaits >= MAX_LONG_WAITS;
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
            throw new _errors_js__WEBPACK_IMPORTED_MODULE_0__/* .UserError */ .yo('GRAPH_TOKEN_REJECTED', `Graph rejects a token that Entra ID has just issued: ${rejection.error}`, {
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


/***/ }),

/***/ 79369:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  v: () => (/* binding */ RateLimiter)
});

;// CONCATENATED MODULE: ./src/graph/send-rate.ts
/** The share of the ceiling at which the curve begins. */
const CAUTION = 0.965;
/** The estimate may be the exact limit: the ceiling is a little below it. */
const HEADROOM = 0.975;
/** Compensates for timers that fire late on a busy machine (ms), and allows no burst. */
const TIMER_SLACK = 30;
/** A token bucket that holds the tokens of a second has room for a burst after a pause (ms). */
const BUCKET_SLACK = 900;
/** An estimate below this share of the present rate may be due to a short period, and is not trusted. */
const LARGEST_DROP = 0.5;
/** The shortest window in which services count requests, and what a token bucket usually holds, in seconds. */
const SHORTEST_WINDOW = 1;
const SHORTEST_PLATEAU = 20_000;
/** A longer Retry-After makes the next refusal more expensive: the rate rises more slowly. */
const PLATEAU_PER_PAUSE = 6;
/** If nothing at all was accepted, there is no rate to estimate: one batch per second, and soon more. */
const SLOWEST = 20;
const SLOWEST_PLATEAU = 500;
/** The rate at a moment (epoch ms), in mailboxes per second. */
function rateAt({ ceiling, since, plateau }, now) {
    return ceiling * (1 + (1 - CAUTION) * ((now - since) / plateau - 1) ** 3);
}
/**
 * Estimates the rate that a tenant accepts from a period that ended at its limit, in which batches were sent at `rate`
 * (undefined: without delay).
 *
 * A window of a second or more accepts its limit and then nothing. A token bucket, which usually holds the tokens of a
 * second, accepts 1 + t times its rate in t seconds. The estimate for a bucket is lower. It applies if batches sent after
 * the first refused batch were accepted again, if an estimate for a window turned out too high early, and if no batch was
 * sent after the refused one, so that nothing is known.
 */
function estimateRate(period, rate, now) {
    const { accepted, startedAt = now, refusedAt = now, acceptedAfterAt, batchesAfter, longestPause } = period;
    if (accepted === 0) {
        return { ...(rate ?? { ceiling: SLOWEST, plateau: SLOWEST_PLATEAU, slack: TIMER_SLACK }), since: now };
    }
    const refills = acceptedAfterAt > refusedAt + TIMER_SLACK;
    const seconds = ((refills ? acceptedAfterAt : refusedAt) - startedAt) / 1000;
    const endedEarly = rate !== undefined && seconds * 1000 < rate.plateau / 4;
    const asBucket = refills || endedEarly || batchesAfter === 0;
    const measured = accepted / (asBucket ? SHORTEST_WINDOW + seconds : Math.max(SHORTEST_WINDOW, seconds));
    const present = rate === undefined ? undefined : rateAt(rate, refusedAt);
    const bounded = present === undefined ? measured : Math.min(Math.max(measured, present * LARGEST_DROP), present);
    return {
        ceiling: Math.max(SLOWEST, bounded * HEADROOM),
        since: now,
        plateau: Math.max(SHORTEST_PLATEAU, PLATEAU_PER_PAUSE * longestPause),
        slack: refills ? BUCKET_SLACK : TIMER_SLACK,
    };
}

;// CONCATENATED MODULE: ./src/graph/rate-limiter.ts

const AUTO_START = 24;
const AUTO_LEAST = 8;
const AUTO_MOST = 64;
/** Accepted batches for each further batch in flight. */
const ACCEPTED_PER_STEP = 4;
/**
 * Mailboxes per ms that Graph accepts from one application: 130,000 in 10 s. Requests in flight are rate times latency
 * (Little's law), so more batches than this rate needs at the measured latency only fill memory.
 * https://learn.microsoft.com/graph/throttling-limits
 */
const MOST_PER_MS = 13;
/** More than so many times the expected share of refused batches, or more than half, indicates a rate limit. */
const UNEXPECTED = 4;
/** A rate limit accepts more than so many times the batches if they are sent more slowly. */
const LONGER = 4;
/** "More slowly" is below this share of the rate before. */
const SLOWER = 0.7;
/**
 * Decides when the next batch may be sent, and how many batches may be in flight.
 *
 * Batches are sent without delay until the tenant refuses mailboxes (429, or 503 for a whole batch). The gate then closes
 * for the longest Retry-After, for all requests, since everything sent earlier counts against the limit. How sending
 * continues depends on the kind of refusal:
 *
 * - A **rate limit** refuses most batches that are in flight behind the first refused batch, many more than the refusals
 *   so far lead to expect. The limiter estimates the rate that the tenant accepts (`estimateRate`), first sends one batch
 *   to check that the gate is open, and then sends evenly at a little below that rate. The rate rises along a cubic
 *   curve, as the congestion window of TCP does after a loss (RFC 9438).
 * - A **stray refusal** does not depend on the rate: other batches in flight are refused no more often than before. If no
 *   other batch is in flight, the next refusals decide: a rate limit lets many more batches pass at a lower rate, stray
 *   refusals come after as few batches as before. The limiter waits and continues at the same rate.
 *
 * A limit of batches in flight alone does not work: after each pause they are sent in one burst, into the next refusal.
 *
 * Rates are mailboxes per second, since Graph counts each item of a batch as a request. Moments are epoch ms.
 */
class RateLimiter {
    #concurrency;
    #jobs;
    #random;
    #window;
    #sentBatches = 0;
    #acceptedBatches = 0;
    #gateOpensAt = 0;
    #nextSendAt = 0;
    /** Undefined: batches are sent without delay. */
    #rate;
    #period = newPeriod(0);
    #lastAccepted;
    #checksGate = false;
    /** Batches accepted between two pauses: a moving average. */
    #spacing;
    /** The rate at the last rate limit that was not contradicted; Infinity if refusals turned out to be stray. */
    #limitedRate;
    #consecutivePauses = 0;
    #pauses = 0;
    #pausedMs = 0;
    #refused = 0;
    constructor({ concurrency, random, jobs = 1 }) {
        this.#concurrency = concurrency;
        this.#jobs = jobs;
        this.#random = random;
        this.#window = concurrency === 'auto' ? Math.ceil(AUTO_START / jobs) : concurrency;
    }
    /** How many batches may be in flight. */
    get window() {
        return this.#checksGate ? 1 : this.#window;
    }
    /** Number of pauses, their total length in ms, and the number of refused mailboxes. */
    get throttling() {
        return { waits: this.#pauses, waitedMs: Math.round(this.#pausedMs), refused: this.#refused };
    }
    /** Number of pauses since the last mailbox was accepted. */
    get consecutivePauses() {
        return this.#consecutivePauses;
    }
    /** Ms from `now` until the next batch may be sent; 0 if it may be sent now. */
    delay(now) {
        return Math.max(0, this.#gateOpensAt - now, this.#rate === undefined ? 0 : this.#nextSendAt - now);
    }
    /** Takes the permit for a batch of so many mailboxes that is sent now. */
    acquire(items, now) {
        if (this.#period.closedAt !== undefined)
            this.#startPeriod(now);
        this.#period.startedAt ??= now;
        if (this.#rate !== undefined) {
            const due = Math.max(this.#nextSendAt, now - this.#rate.slack);
            this.#nextSendAt = due + (items / rateAt(this.#rate, now)) * 1000;
        }
        return { period: this.#period.number, batch: this.#sentBatches++, at: now };
    }
    /**
     * Reports that so many mailboxes of a batch were answered, with or without an error, rather than refused. If others of
     * the batch were refused, `refused` is called next.
     */
    accepted(items, permit, now) {
        if (items === 0)
            return;
        this.#consecutivePauses = 0;
        this.#checksGate = false;
        const period = this.#period;
        if (permit.period !== period.number)
            return;
        this.#lastAccepted = permit;
        period.accepted += items;
        // A refusal often arrives before the answers to batches that were sent earlier.
        if (permit.batch < period.firstRefused)
            period.batchesBefore++;
        else {
            period.batchesAfter++;
            period.acceptedAfterAt = Math.max(period.acceptedAfterAt, permit.at);
        }
        if (this.#concurrency === 'auto')
            this.#fitWindow(items, now - permit.at);
    }
    #fitWindow(items, latency) {
        if (this.#window * items * this.#jobs > MOST_PER_MS * latency) {
            this.#window = Math.max(Math.ceil(AUTO_LEAST / this.#jobs), this.#window - 1);
        }
        else if (this.#window < AUTO_MOST && ++this.#acceptedBatches % ACCEPTED_PER_STEP === 0)
            this.#window++;
    }
    /**
     * Reports that the tenant refused so many mailboxes of a batch, and its Retry-After in ms, if any. All requests wait.
     * A batch that was sent before an earlier pause can only prolong this one.
     */
    refused(items, retryAfter, permit, now) {
        this.#refused += items;
        const period = this.#period;
        if (permit.period === period.number) {
            if (period.closedAt === undefined) {
                period.closedAt = now;
                period.firstRefused = permit.batch;
                this.#consecutivePauses++;
                this.#pauses++;
            }
            else if (permit.batch > period.firstRefused) {
                // `accepted` has counted a batch that was refused in part.
                if (this.#lastAccepted !== permit)
                    period.batchesAfter++;
                period.refusedAfter++;
            }
            period.refusedAt = Math.min(period.refusedAt ?? Infinity, permit.at);
        }
        const wait = retryAfter ?? 1000 * 2 ** Math.min(this.#consecutivePauses - 1, 6) * (0.5 + this.#random() / 2);
        const opensAt = Math.max(this.#gateOpensAt, now + wait);
        this.#pausedMs += opensAt - Math.max(now, this.#gateOpensAt);
        this.#gateOpensAt = opensAt;
        period.longestPause = Math.max(period.longestPause, wait);
    }
    /** Sends on after a pause. */
    #startPeriod(now) {
        const period = this.#period;
        this.#period = newPeriod(period.number + 1);
        if (this.#isStray(period)) {
            // The curve rises only while batches are sent.
            if (this.#rate !== undefined) {
                this.#rate = { ...this.#rate, since: this.#rate.since + now - (period.closedAt ?? now) };
            }
            return;
        }
        this.#rate = estimateRate(period, this.#rate, now);
        this.#nextSendAt = now;
        this.#checksGate = true;
    }
    #isStray({ batchesBefore, batchesAfter, refusedAfter, accepted, startedAt = 0, refusedAt = 0 }) {
        const spacing = this.#spacing ?? batchesBefore;
        this.#spacing = (3 * spacing + batchesBefore) / 4;
        const expected = batchesAfter / Math.max(1, this.#spacing);
        // The half leaves room for a single further refusal among many batches.
        if (batchesAfter > 0 && refusedAfter <= Math.min(batchesAfter / 2, UNEXPECTED * expected + 0.5))
            return true;
        const rate = this.#rate === undefined ? (accepted / Math.max(refusedAt - startedAt, 1)) * 1000 : rateAt(this.#rate, refusedAt);
        if (this.#limitedRate === undefined || batchesBefore > LONGER * spacing) {
            this.#limitedRate = rate;
            return false;
        }
        if (batchesAfter > 0 || (batchesBefore === 0 && this.#limitedRate < Infinity))
            return false;
        // A rate that cannot fall any further counts as lowered.
        if (rate >= Math.max(SLOWER * this.#limitedRate, SLOWEST))
            return false;
        this.#limitedRate = Infinity;
        this.#rate = undefined;
        return true;
    }
}
function newPeriod(number) {
    return {
        number,
        startedAt: undefined,
        refusedAt: undefined,
        closedAt: undefined,
        firstRefused: Infinity,
        accepted: 0,
        acceptedAfterAt: 0,
        batchesBefore: 0,
        batchesAfter: 0,
        refusedAfter: 0,
        longestPause: 0,
    };
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
    const agent = new undici__WEBPACK_IMPORTED_MODULE_0__/* .EnvHttpProxyAgent */ .J2({
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
/** Aborts requests whose response is not complete after `ms`. undici's own limits apply only to the parts of a response. */
function totalTimeout(ms) {
    return (dispatch) => (options, handler) => {
        let timer;
        return dispatch(options, {
            onRequestStart(controller, context) {
                clearTimeout(timer);
                timer = setTimeout(() => {
                    controller.abort(new Error(`The response was not complete after ${ms / 1000} s`));
                }, ms);
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

/***/ 43257:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   G: () => (/* binding */ mailboxResult),
/* harmony export */   W: () => (/* binding */ findingsOf)
/* harmony export */ });
/* harmony import */ var _reports_row_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(83199);

/** Turns the answers of a mailbox into rows. Verdicts are added by the stages. */
function mailboxResult({ mailbox, results }, definitions) {
    const reports = definitions.map((definition, at) => {
        const result = results[at];
        if (result === undefined)
            throw new Error(`no result of the report ${definition.name}`);
        return { definition, rows: (0,_reports_row_js__WEBPACK_IMPORTED_MODULE_0__/* .rowsOf */ .R)(mailbox, result, definition), verdict: undefined };
    });
    return { mailbox, ...statusOf(reports), reports };
}
/** The findings of a mailbox, by report and rule, in the order of both. */
function findingsOf({ reports }) {
    return reports.flatMap(({ verdict }) => verdict?.rules.flatMap(({ findings }) => findings) ?? []);
}
/** Causes that concern the mailbox as a whole come before those that may concern one report, such as a missing permission. */
const PRECEDENCE = [
    'cancelled',
    'not-found',
    'no-mailbox',
    'throttled',
    'failed',
    'access-denied',
];
/** The status of the mailbox: that of its most severe report, which is named unless all reports have the same status. */
function statusOf(reports) {
    const status = PRECEDENCE.find((cause) => reports.some(({ rows }) => rows.some((row) => row.status === cause)));
    if (status === undefined)
        return { status: 'ok', error: '' };
    const concerned = reports.filter(({ rows }) => rows.some((row) => row.status === status));
    const error = concerned[0]?.rows.find((row) => row.status === status)?.error ?? '';
    if (concerned.length === reports.length)
        return { status, error };
    return { status, error: `${concerned.map(({ definition }) => definition.name).join(', ')}: ${error}` };
}


/***/ }),

/***/ 6404:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   i: () => (/* binding */ MailboxListBuilder)
/* harmony export */ });
const MAX_DUPLICATES_KEPT = 10;
/** Builds a list from files, each address once. */
class MailboxListBuilder {
    #addresses = [];
    #lines = [];
    /** Each file with the position of its first mailbox. */
    #files = [];
    /** Positions by lower-case address. */
    #positions = new Map();
    #duplicates = [];
    #duplicateCount = 0;
    get length() {
        return this.#addresses.length;
    }
    /** `mailbox.address`: valid and trimmed. The mailboxes of a file follow one another. */
    add(mailbox) {
        const { address, file, line } = mailbox;
        const key = address.toLowerCase();
        const earlier = this.#positions.get(key);
        if (earlier !== undefined) {
            this.#duplicateCount += 1;
            if (this.#duplicates.length < MAX_DUPLICATES_KEPT) {
                this.#duplicates.push({ mailbox, firstAt: this.#at(earlier) });
            }
            return;
        }
        if (this.#files.at(-1)?.file !== file)
            this.#files.push({ file, start: this.length });
        this.#positions.set(key, this.#addresses.push(address) - 1);
        this.#lines.push(line);
    }
    #at(position) {
        const file = this.#files.findLast(({ start }) => start <= position)?.file ?? '';
        return { address: this.#addresses[position] ?? '', file, line: this.#lines[position] ?? 0 };
    }
    /** The list so far. `files`: paths of all list files, relative to the workspace. */
    build(files) {
        // One text and its offsets instead of a string for each mailbox. Together with reading text files line by line, this
        // lowered the peak at 300,000 mailboxes from 371 to 285 MiB (one run each of `npm run bench -- --only cpu`).
        const text = this.#addresses.join('');
        const ends = new Uint32Array(this.#addresses.length);
        for (let at = 0, end = 0; at < ends.length; at += 1)
            ends[at] = end += this.#addresses[at]?.length ?? 0;
        const lines = Uint32Array.from(this.#lines);
        const starts = this.#files;
        return {
            length: ends.length,
            at: (position) => {
                const [end, line] = [ends[position], lines[position]];
                const file = starts.findLast(({ start }) => start <= position)?.file;
                if (end === undefined || line === undefined || file === undefined) {
                    throw new RangeError(`The list has ${ends.length} mailboxes and none at position ${position}.`);
                }
                return { address: text.slice(ends[position - 1] ?? 0, end), file, line };
            },
            duplicateCount: this.#duplicateCount,
            duplicates: this.#duplicates,
            files,
        };
    }
}


/***/ }),

/***/ 60695:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   a: () => (/* binding */ uploadReport),
/* harmony export */   v: () => (/* binding */ requireArtifactService)
/* harmony export */ });
/* harmony import */ var jose__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(77961);
/* harmony import */ var _errors_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(83916);
/* harmony import */ var _runner_artifact_client_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(43036);
/* harmony import */ var _runner_enterprise_server_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(14023);




/**
 * Uploads the files of a report as an artifact of this workflow run. Replaces an artifact of the same name from an earlier
 * attempt of the run. Throws a UserError: `ARTIFACT_GHES`, `ARTIFACT_UNAVAILABLE`, `ARTIFACT_NAME_TAKEN`, or
 * `ARTIFACT_FAILED` for any other failure, including an aborted signal. After an abort the client may still hold sockets, so
 * the process must exit explicitly.
 */
async function uploadReport(options) {
    const { name, place, env, signal, loadClient = _runner_artifact_client_js__WEBPACK_IMPORTED_MODULE_1__/* .loadArtifactClient */ .A } = options;
    const server = requireArtifactService(env);
    try {
        const { id, digest, replaced } = await unlessAborted(signal, async () => {
            const client = await loadClient();
            return uploadOrReplace(client, options);
        });
        if (id === undefined)
            throw new Error('the service returned no artifact id');
        return {
            id,
            url: `${server}/${env.GITHUB_REPOSITORY ?? ''}/actions/runs/${env.GITHUB_RUN_ID ?? ''}/artifacts/${id}`,
            digest: digest ?? '',
            replaced,
        };
    }
    catch (error) {
        throw error instanceof _errors_js__WEBPACK_IMPORTED_MODULE_0__/* .UserError */ .yo ? error : uploadError(name, place, error);
    }
}
/** Returns the URL of the server. Throws the UserError `ARTIFACT_GHES` or `ARTIFACT_UNAVAILABLE`. */
function requireArtifactService(env) {
    const server = env.GITHUB_SERVER_URL ?? 'https://github.com';
    if ((0,_runner_enterprise_server_js__WEBPACK_IMPORTED_MODULE_2__/* .isEnterpriseServer */ .v)(server))
        throw enterpriseServerError(server);
    const missing = ['ACTIONS_RUNTIME_TOKEN', 'ACTIONS_RESULTS_URL'].find((variable) => (env[variable] ?? '') === '');
    if (missing !== undefined)
        throw unavailableError(missing);
    return server;
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
        if (options.keepEarlier === true)
            throw nameTakenError(name, error);
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
/** The client reports the status of the service only in its message. */
function isNameTaken(error) {
    return /\(409\)|artifact with this name already exists/i.test((0,_errors_js__WEBPACK_IMPORTED_MODULE_0__/* .describeError */ .Uc)(error));
}
/**
 * The creation time of an artifact with this name from an earlier attempt of the run; undefined if there is none. An
 * artifact that is newer than the token of this job belongs to this attempt. An artifact of another job of this attempt that
 * ended before this job started looks the same as one of an earlier attempt, so a replacement is reported in a notice. An
 * unfinished upload is not listed and cannot be deleted.
 */
async function fromEarlierAttempt(client, { name, env }) {
    if (!(Number(env.GITHUB_RUN_ATTEMPT) > 1))
        return undefined;
    const { artifacts } = await client.listArtifacts();
    const sameName = artifacts.filter((artifact) => artifact.name === name);
    const jobStart = issuedAt(env.ACTIONS_RUNTIME_TOKEN ?? '');
    const made = sameName.map(({ createdAt }) => createdAt ?? new Date(0));
    return made.every((time) => time.getTime() < jobStart) ? made[0] : undefined;
}
/** Time at which the token of the job was issued, in epoch ms; Infinity if unknown. */
function issuedAt(token) {
    try {
        const { iat, nbf } = (0,jose__WEBPACK_IMPORTED_MODULE_3__/* .decodeJwt */ .i)(token);
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
            reject(signal.reason instanceof Error ? signal.reason : new Error('the upload was stopped'));
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
/** GitHub Enterprise Server does not support artifacts of version 4. */
function enterpriseServerError(server) {
    return new _errors_js__WEBPACK_IMPORTED_MODULE_0__/* .UserError */ .yo('ARTIFACT_GHES', `This action cannot upload artifacts to GitHub Enterprise Server (${server}).`, {
        hint: [
            'The report is written to the runner. Set "artifact-name: \'\'" and an id for this step, and upload its folder in the next step:',
            '- uses: actions/upload-artifact@v3',
            '  if: always()',
            '  with:',
            '    name: mailbox-report',
            '    path: ${{ steps.<id>.outputs.output-directory }}',
        ].join('\n'),
    });
}
function unavailableError(missing) {
    return new _errors_js__WEBPACK_IMPORTED_MODULE_0__/* .UserError */ .yo('ARTIFACT_UNAVAILABLE', `The artifact cannot be uploaded because ${missing} is not set: this does not run as an action in a workflow.`, { hint: 'Run it as a step with "uses:", or set "artifact-name" to an empty text. The report stays on disk.' });
}
function nameTakenError(name, cause) {
    return new _errors_js__WEBPACK_IMPORTED_MODULE_0__/* .UserError */ .yo('ARTIFACT_NAME_TAKEN', `This workflow run already has an artifact named "${name}".`, {
        hint: 'If this action runs more than once in a workflow, in several steps or in the jobs of a matrix, set "artifact-name" to ' +
            'a different name for each.',
        cause,
    });
}
function uploadError(name, place, cause) {
    return new _errors_js__WEBPACK_IMPORTED_MODULE_0__/* .UserError */ .yo('ARTIFACT_FAILED', `The artifact "${name}" could not be uploaded: ${(0,_errors_js__WEBPACK_IMPORTED_MODULE_0__/* .describeError */ .Uc)(cause)}`, {
        hint: `The report is in ${place} on this runner. Run the workflow again. If it fails again, check ` +
            'https://www.githubstatus.com, or upload "output-directory" in a step of your own.',
        cause,
    });
}


/***/ }),

/***/ 61697:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   FK: () => (/* binding */ CHANGE_COLUMNS),
/* harmony export */   eX: () => (/* binding */ openChanges),
/* harmony export */   qv: () => (/* binding */ changeCells)
/* harmony export */ });
/* harmony import */ var _csv_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(2701);

/** The header of `changes.csv`. */
const CHANGE_COLUMNS = ['Change', 'Report', 'MailboxName', 'Item', 'Column', 'Before', 'After'];
/** Opens a CSV with a row for each difference from the earlier report. Throws as `openTextFile` does. */
function openChanges(file, options) {
    return new ChangesCsv(new _csv_js__WEBPACK_IMPORTED_MODULE_0__/* .CsvFile */ .fL(file, CHANGE_COLUMNS, options));
}
class ChangesCsv {
    #file;
    #isClosed = false;
    constructor(file) {
        this.#file = file;
    }
    get path() {
        return this.#file.path;
    }
    add({ changes = [] }) {
        return this.#file.write(changes.map(changeCells));
    }
    /** Mailboxes that the list no longer has come last. */
    async close(summary) {
        if (!this.#isClosed) {
            this.#isClosed = true;
            for (const change of summary?.comparison?.removed() ?? [])
                await this.#file.write([changeCells(change)]);
        }
        await this.#file.close();
    }
}
/** The cells of a change, in the order of the columns. */
function changeCells({ kind, report, mailbox, item, column, before, after }) {
    return [kind, report, mailbox, item, column, before, after];
}


/***/ }),

/***/ 2701:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   $Q: () => (/* binding */ reportRecords),
/* harmony export */   dI: () => (/* binding */ ReportCsv),
/* harmony export */   fL: () => (/* binding */ CsvFile),
/* harmony export */   ix: () => (/* binding */ reportColumns)
/* harmony export */ });
/* harmony import */ var node_path__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(76760);
/* harmony import */ var node_path__WEBPACK_IMPORTED_MODULE_0___default = /*#__PURE__*/__webpack_require__.n(node_path__WEBPACK_IMPORTED_MODULE_0__);
/* harmony import */ var _reports_definition_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(54530);
/* harmony import */ var _text_csv_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(13339);
/* harmony import */ var _text_file_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(50221);




const BYTE_ORDER_MARK = '\uFEFF';
/** A CSV that is being written: RFC 4180 except for the delimiter, CRLF, UTF-8. */
class CsvFile {
    #file;
    #delimiter;
    /** Creates the file with its header. Throws as `openTextFile` does. */
    constructor(file, columns, { bom, delimiter }) {
        this.#file = (0,_text_file_js__WEBPACK_IMPORTED_MODULE_2__/* .openTextFile */ .GU)(file, (bom ? BYTE_ORDER_MARK : '') + (0,_text_csv_js__WEBPACK_IMPORTED_MODULE_1__/* .csvRecord */ .ef)(columns, delimiter));
        this.#delimiter = delimiter;
    }
    get path() {
        return this.#file.path;
    }
    write(records) {
        if (records.length === 0)
            return;
        return this.#file.write(records.map((cells) => (0,_text_csv_js__WEBPACK_IMPORTED_MODULE_1__/* .csvRecord */ .ef)(cells, this.#delimiter)).join(''));
    }
    /** Writes the records so far to the disk. */
    flush() {
        return this.#file.flush();
    }
    close() {
        return this.#file.close();
    }
}
/** The CSV of a report: every mailbox of the list, in its order. */
class ReportCsv {
    #report;
    #judged;
    #file;
    /** Creates the file. Throws as `openTextFile` does. */
    constructor(report, { folder, judged, ...options }) {
        this.#report = report;
        this.#judged = judged;
        this.#file = new CsvFile(node_path__WEBPACK_IMPORTED_MODULE_0___default().join(folder, `${report.name}.csv`), reportColumns(report, judged), options);
    }
    get path() {
        return this.#file.path;
    }
    add({ reports }) {
        const report = reports.find(({ definition }) => definition === this.#report);
        if (report === undefined)
            throw new Error(`no rows of the report ${this.#report.name}`);
        return this.#file.write(reportRecords(report, this.#judged));
    }
    close() {
        return this.#file.close();
    }
}
/** The header of a report: its columns, and those of a verdict if the run has a policy. */
function reportColumns(report, judged) {
    return [...(0,_reports_definition_js__WEBPACK_IMPORTED_MODULE_3__/* .columnNames */ .lo)(report), ...(judged ? _reports_definition_js__WEBPACK_IMPORTED_MODULE_3__/* .VERDICT_COLUMNS */ .aZ : [])];
}
/**
 * The rows of a mailbox as the cells of records: address, the report's columns, status, error. If the run has a policy, the
 * verdict and the ids of the violated rules follow; both are blank if no rule applies to the report.
 */
function reportRecords({ rows, verdict }, judged) {
    return rows.map(({ mailbox, cells, status, error }, at) => {
        const record = [mailbox.address, ...cells, status, error];
        if (!judged)
            return record;
        const row = verdict?.rows[at];
        return row === undefined ? [...record, '', ''] : [...record, row.verdict, row.violations.join('; ')];
    });
}


/***/ }),

/***/ 73164:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   QL: () => (/* binding */ deliverError),
/* harmony export */   cK: () => (/* binding */ deliver),
/* harmony export */   dv: () => (/* binding */ annotateFindings),
/* harmony export */   mz: () => (/* binding */ uploadArtifact)
/* harmony export */ });
/* harmony import */ var node_path__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(76760);
/* harmony import */ var node_path__WEBPACK_IMPORTED_MODULE_0___default = /*#__PURE__*/__webpack_require__.n(node_path__WEBPACK_IMPORTED_MODULE_0__);
/* harmony import */ var _auth_sign_in_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(58145);
/* harmony import */ var _context_js__WEBPACK_IMPORTED_MODULE_10__ = __webpack_require__(40788);
/* harmony import */ var _errors_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(83916);
/* harmony import */ var _outputs_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(7729);
/* harmony import */ var _result_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(51666);
/* harmony import */ var _runner_log_js__WEBPACK_IMPORTED_MODULE_9__ = __webpack_require__(47708);
/* harmony import */ var _annotations_js__WEBPACK_IMPORTED_MODULE_5__ = __webpack_require__(3151);
/* harmony import */ var _artifact_js__WEBPACK_IMPORTED_MODULE_6__ = __webpack_require__(60695);
/* harmony import */ var _sinks_js__WEBPACK_IMPORTED_MODULE_7__ = __webpack_require__(65127);
/* harmony import */ var _summary_summary_js__WEBPACK_IMPORTED_MODULE_8__ = __webpack_require__(46531);











/**
 * Delivers a run in three steps: completes the files, uploads them, writes the job summary. Returns the result, which is
 * `error` if a file could not be written or uploaded. The log ends with the reason of a failure, the result and the links.
 */
async function deliver(context, delivery) {
    const { core, inputs } = context;
    const unwritten = await (0,_sinks_js__WEBPACK_IMPORTED_MODULE_7__/* .closeSinks */ .J2)(delivery.sinks, summaryOf(context, delivery, {}));
    const { result, artifact, page } = await upload(context, delivery, unwritten);
    (0,_outputs_js__WEBPACK_IMPORTED_MODULE_3__/* .setOutputs */ .n0)(core, { result: result.result, ...(artifact === undefined ? {} : (0,_outputs_js__WEBPACK_IMPORTED_MODULE_3__/* .artifactOutputs */ .Fz)(artifact)) });
    if (inputs.summary !== 'none') {
        const summary = summaryOf(context, { ...delivery, result }, { artifact, page });
        await (0,_summary_summary_js__WEBPACK_IMPORTED_MODULE_8__/* .writeStepSummary */ .oG)(core, context.env, (0,_summary_summary_js__WEBPACK_IMPORTED_MODULE_8__/* .summaryMarkdown */ .eH)(summary, inputs.summary));
    }
    if (result.fails)
        (0,_annotations_js__WEBPACK_IMPORTED_MODULE_5__/* .annotateError */ .TF)(core, result.reason);
    const { place, page: pageSink } = delivery.sinks;
    logResult(core, result, { artifact, page, place, hasPage: pageSink !== undefined });
    return result;
}
/** Reports why the step fails before there is anything to deliver. */
async function deliverError(error, env, { core }) {
    const reason = error instanceof _errors_js__WEBPACK_IMPORTED_MODULE_2__/* .UserError */ .yo
        ? error
        : new _errors_js__WEBPACK_IMPORTED_MODULE_2__/* .UserError */ .yo('UNEXPECTED', (0,_errors_js__WEBPACK_IMPORTED_MODULE_2__/* .describeError */ .Uc)(error), {
            hint: 'This is a bug in Mailbox Report: please report it.',
            cause: error,
        });
    (0,_outputs_js__WEBPACK_IMPORTED_MODULE_3__/* .setOutputs */ .n0)(core, { result: 'error' });
    (0,_annotations_js__WEBPACK_IMPORTED_MODULE_5__/* .annotateError */ .TF)(core, error);
    core.info('Result: error');
    if (env.INPUT_SUMMARY?.trim().toLowerCase() !== 'none')
        await (0,_summary_summary_js__WEBPACK_IMPORTED_MODULE_8__/* .writeStepSummary */ .oG)(core, env, (0,_summary_summary_js__WEBPACK_IMPORTED_MODULE_8__/* .errorSummary */ .N5)(reason));
    return (0,_result_js__WEBPACK_IMPORTED_MODULE_4__/* .errorResult */ .WG)(reason);
}
/** The last lines of the log: the result, and where the report is. */
function logResult(core, { result, reason }, { artifact, page, place, hasPage }) {
    core.info((0,_runner_log_js__WEBPACK_IMPORTED_MODULE_9__/* .logText */ .kc)(`Result: ${result}${reason === undefined ? '' : `. ${reason.message}`}`));
    const otherPage = hasPage
        ? `in ${artifact === undefined ? place : 'the artifact'}`
        : 'none, "formats" does not name html';
    core.info((0,_runner_log_js__WEBPACK_IMPORTED_MODULE_9__/* .logText */ .kc)(`Report page: ${page?.url ?? otherPage}`));
    core.info((0,_runner_log_js__WEBPACK_IMPORTED_MODULE_9__/* .logText */ .kc)(`Artifact: ${artifact?.url ?? `not uploaded, see ${place}`}`));
}
/** Annotates violations and mailboxes that could not be read, and the reason of a result that does not fail the step. */
function annotateFindings({ core, inputs, warnings }, { result, totals, mailboxes }) {
    const { reason, fails } = result;
    const warned = !fails && reason !== undefined;
    if (warned)
        (0,_annotations_js__WEBPACK_IMPORTED_MODULE_5__/* .annotateWarning */ .tf)(core, reason);
    const repeated = mailboxes.duplicateCount > 0 ? 1 : 0;
    (0,_annotations_js__WEBPACK_IMPORTED_MODULE_5__/* .annotateMailboxes */ .r_)(core, totals, {
        detail: inputs.summary === 'full' ? 'full' : 'counts',
        fails,
        failOn: inputs.failOn,
        warned: warnings.length + repeated + (warned ? 1 : 0),
        named: repeated,
    });
}
/** Uploads all files, then the page by itself. A failure, or a file that is `unwritten`, makes the result `error`. */
async function upload(context, delivery, unwritten) {
    const { artifactName: name } = context.inputs;
    const result = unwritten === undefined ? delivery.result : (0,_result_js__WEBPACK_IMPORTED_MODULE_4__/* .errorResult */ .WG)(unwritten);
    if (name === undefined)
        return { result, artifact: undefined, page: undefined };
    return (0,_runner_log_js__WEBPACK_IMPORTED_MODULE_9__/* .logGroup */ .QT)(context.core, `Upload the artifact ${name}`, async () => {
        try {
            const artifact = await uploadFiles(context, delivery.sinks, name);
            return { result, artifact, page: await uploadPage(context, delivery.sinks) };
        }
        catch (error) {
            if (!(error instanceof _errors_js__WEBPACK_IMPORTED_MODULE_2__/* .UserError */ .yo))
                throw error;
            const failed = (0,_result_js__WEBPACK_IMPORTED_MODULE_4__/* .errorResult */ .WG)(error);
            // The page stays on the runner and must show the same result.
            await delivery.sinks.page?.close(summaryOf(context, { ...delivery, result: failed }, {}));
            return { result: failed, artifact: undefined, page: undefined };
        }
    });
}
function uploadFiles(context, { all, folder, place }, name) {
    return uploadArtifact(context, { name, files: all.flatMap((sink) => sink.path ?? []), rootDirectory: folder, place });
}
/** Uploads files as the artifact of a run. Reports in a notice that it replaces an earlier one. Rejects as `uploadReport`. */
async function uploadArtifact({ inputs, env, core, deadline: signal, loadArtifactClient: loadClient }, files) {
    const { name } = files;
    const artifact = await (0,_artifact_js__WEBPACK_IMPORTED_MODULE_6__/* .uploadReport */ .a)({ ...files, env, signal, loadClient, retentionDays: inputs.retentionDays });
    if (artifact.replaced !== undefined) {
        core.notice((0,_runner_log_js__WEBPACK_IMPORTED_MODULE_9__/* .logText */ .kc)(`The artifact "${name}" replaces the one of ${artifact.replaced.toISOString()}, from an earlier attempt of this ` +
            'run. If another job of this attempt made it, give each job its own "artifact-name".'), { title: 'Artifact replaced' });
    }
    return { name, ...artifact };
}
/**
 * Uploads the page a second time, as an artifact of its own that a browser opens from its link. It is in the other
 * artifact too, so a failure is only a warning.
 */
async function uploadPage(context, { page, folder, place }) {
    const file = page?.path;
    if (file === undefined)
        return undefined;
    const { inputs, env, deadline: signal, loadArtifactClient: loadClient } = context;
    const { retentionDays } = inputs;
    const name = node_path__WEBPACK_IMPORTED_MODULE_0___default().basename(file);
    try {
        const options = { name, files: [file], rootDirectory: folder, place, retentionDays, env, signal, loadClient };
        return { name, ...(await (0,_artifact_js__WEBPACK_IMPORTED_MODULE_6__/* .uploadReport */ .a)({ ...options, unzipped: true })) };
    }
    catch (error) {
        if (!(error instanceof _errors_js__WEBPACK_IMPORTED_MODULE_2__/* .UserError */ .yo))
            throw error;
        (0,_context_js__WEBPACK_IMPORTED_MODULE_10__/* .warn */ .R)(context, `The report page is only in the artifact with all files: ${error.message}`);
        return undefined;
    }
}
function summaryOf({ inputs, env, now, signal, warnings, policy }, { result, totals, sinks, mailboxes, throttling, judge, comparison, certificate, durationMs, unlisted }, { artifact, page }) {
    const runUrl = runPage(env);
    return {
        result: result.result,
        tally: totals.mailboxes,
        message: result.reason?.message ?? '',
        hint: result.reason?.hint ?? '',
        ...(policy === undefined || totals.policy === undefined
            ? {}
            : { policy: { file: policy.file, tally: totals.policy, ...acceptedBy(judge) } }),
        ...(comparison === undefined ? {} : { comparison }),
        reports: totals.reports,
        duplicateCount: mailboxes.duplicateCount,
        ...(unlisted?.isComplete === true ? { unlistedCount: unlisted.count } : {}),
        maxUnreadable: (0,_result_js__WEBPACK_IMPORTED_MODULE_4__/* .maxUnreadableText */ .Dr)(inputs.maxUnreadable),
        failOn: inputs.failOn,
        cancelled: signal.aborted,
        durationMs,
        throttling,
        place: sinks.place,
        listFiles: mailboxes.files,
        warnings,
        ...(certificate === undefined
            ? {}
            : {
                certificate: {
                    expiresOn: certificate.notAfter,
                    daysLeft: (0,_auth_sign_in_js__WEBPACK_IMPORTED_MODULE_1__/* .daysLeft */ .H_)(certificate, now()),
                    thumbprint: certificate.thumbprint,
                },
            }),
        ...(artifact === undefined ? {} : { artifact }),
        ...(page === undefined ? {} : { page }),
        ...(runUrl === undefined ? {} : { runUrl }),
    };
}
function acceptedBy(judge) {
    const baseline = judge?.baseline;
    return {
        exemptions: judge?.exemptions.uses ?? [],
        ...(baseline === undefined
            ? {}
            : { baseline: { file: baseline.file, entries: baseline.size, stale: baseline.stale.length } }),
    };
}
/** The web page of the workflow run; undefined outside a workflow. */
function runPage({ GITHUB_SERVER_URL: server, GITHUB_REPOSITORY: repository, GITHUB_RUN_ID: id }) {
    return server && repository && id ? `${server}/${repository}/actions/runs/${id}` : undefined;
}


/***/ }),

/***/ 10414:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   $N: () => (/* binding */ codeOf),
/* harmony export */   DO: () => (/* binding */ removeTemp),
/* harmony export */   Pd: () => (/* binding */ makeTempFolder),
/* harmony export */   R9: () => (/* binding */ openOutputDirectory),
/* harmony export */   cw: () => (/* binding */ outputError)
/* harmony export */ });
/* harmony import */ var node_fs__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(73024);
/* harmony import */ var node_fs__WEBPACK_IMPORTED_MODULE_0___default = /*#__PURE__*/__webpack_require__.n(node_fs__WEBPACK_IMPORTED_MODULE_0__);
/* harmony import */ var node_fs_promises__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(51455);
/* harmony import */ var node_fs_promises__WEBPACK_IMPORTED_MODULE_1___default = /*#__PURE__*/__webpack_require__.n(node_fs_promises__WEBPACK_IMPORTED_MODULE_1__);
/* harmony import */ var node_os__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(48161);
/* harmony import */ var node_os__WEBPACK_IMPORTED_MODULE_2___default = /*#__PURE__*/__webpack_require__.n(node_os__WEBPACK_IMPORTED_MODULE_2__);
/* harmony import */ var node_path__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(76760);
/* harmony import */ var node_path__WEBPACK_IMPORTED_MODULE_3___default = /*#__PURE__*/__webpack_require__.n(node_path__WEBPACK_IMPORTED_MODULE_3__);
/* harmony import */ var _errors_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(83916);





/**
 * The folder that this run writes to, created if it is missing: the input `output-directory`, relative to the workspace, or
 * a new folder under RUNNER_TEMP, so that two uses in one job do not overwrite each other. Rejects with the UserError
 * `OUTPUT_UNWRITABLE`.
 */
async function openOutputDirectory(given, env) {
    const temp = env.RUNNER_TEMP ?? (0,node_os__WEBPACK_IMPORTED_MODULE_2__.tmpdir)();
    const folder = given === undefined ? temp : node_path__WEBPACK_IMPORTED_MODULE_3___default().resolve(env.GITHUB_WORKSPACE ?? '.', given);
    try {
        await (0,node_fs_promises__WEBPACK_IMPORTED_MODULE_1__.mkdir)(folder, { recursive: true });
        return given === undefined ? await (0,node_fs_promises__WEBPACK_IMPORTED_MODULE_1__.mkdtemp)(node_path__WEBPACK_IMPORTED_MODULE_3___default().join(folder, 'mailbox-report-')) : folder;
    }
    catch (error) {
        throw outputError(folder, error);
    }
}
/**
 * Creates a folder with a new name for temporary files of a report, and returns its path. Throws the UserError
 * `OUTPUT_UNWRITABLE`.
 */
function makeTempFolder(folder, prefix) {
    try {
        return (0,node_fs__WEBPACK_IMPORTED_MODULE_0__.mkdtempSync)(node_path__WEBPACK_IMPORTED_MODULE_3___default().join(folder, prefix));
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
    const reason = REASONS.get(codeOf(thrown)) ?? (0,_errors_js__WEBPACK_IMPORTED_MODULE_4__/* .describeError */ .Uc)(thrown);
    return new _errors_js__WEBPACK_IMPORTED_MODULE_4__/* .UserError */ .yo('OUTPUT_UNWRITABLE', `${path} cannot be written: ${reason}.`, {
        hint: 'Set "output-directory" to a folder that this step may write to and that has room, or omit it for a folder under RUNNER_TEMP.',
        cause: thrown,
    });
}
/** The code of a system error such as `ENOENT`, else ''. */
function codeOf(thrown) {
    const coded = typeof thrown === 'object' && thrown !== null && 'code' in thrown;
    return coded && typeof thrown.code === 'string' ? thrown.code : '';
}


/***/ }),

/***/ 99477:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  W: () => (/* binding */ ReportPage),
  B: () => (/* binding */ readPageAssets)
});

// EXTERNAL MODULE: external "node:fs/promises"
var promises_ = __webpack_require__(51455);
// EXTERNAL MODULE: external "node:path"
var external_node_path_ = __webpack_require__(76760);
var external_node_path_default = /*#__PURE__*/__webpack_require__.n(external_node_path_);
// EXTERNAL MODULE: ./src/context.ts
var context = __webpack_require__(40788);
// EXTERNAL MODULE: ./src/errors.ts
var errors = __webpack_require__(83916);
// EXTERNAL MODULE: ./src/runner/log.ts
var log = __webpack_require__(47708);
// EXTERNAL MODULE: ./src/output/text-file.ts
var text_file = __webpack_require__(50221);
// EXTERNAL MODULE: external "node:zlib"
var external_node_zlib_ = __webpack_require__(38522);
// EXTERNAL MODULE: ./src/mailbox-result.ts
var mailbox_result = __webpack_require__(43257);
// EXTERNAL MODULE: ./src/text/display.ts
var display = __webpack_require__(24745);
// EXTERNAL MODULE: ./src/output/changes-csv.ts
var changes_csv = __webpack_require__(61697);
// EXTERNAL MODULE: ./src/output/csv.ts
var csv = __webpack_require__(2701);
// EXTERNAL MODULE: ./src/output/output-directory.ts
var output_directory = __webpack_require__(10414);
// EXTERNAL MODULE: ./src/output/violations-csv.ts
var violations_csv = __webpack_require__(25612);
;// CONCATENATED MODULE: ./src/output/page/data.ts
/** Texts of a column that are written once and then referred to, such as time zones. Further texts are written out. */
const MAX_KNOWN = 1_000;
/** Longer texts seldom repeat, and would take memory on both sides. */
const MAX_KNOWN_LENGTH = 200;
/** The texts of a column that have occurred, in their order. Encoder and decoder learn the same ones. */
class Column {
    #texts = [];
    #places = new Map();
    placeOf(text) {
        return this.#places.get(text);
    }
    textAt(place) {
        const text = this.#texts[place];
        if (text === undefined)
            throw new RangeError('a row refers to an unknown text');
        return text;
    }
    learn(text) {
        if (this.#texts.length >= MAX_KNOWN || text.length > MAX_KNOWN_LENGTH)
            return;
        this.#places.set(text, this.#texts.length);
        this.#texts.push(text);
    }
}
/**
 * Writes rows as lines of JSON that compress well: a text that occurred before in its column is the number of its place, a
 * new one is a string, a number is in brackets.
 */
class RowEncoder {
    #columns;
    constructor(columns) {
        this.#columns = Array.from({ length: columns }, () => new Column());
    }
    /** Returns one line, without a line end. */
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
/** Reads the lines of a `RowEncoder`, from the first one on. */
class RowDecoder {
    #columns;
    constructor(columns) {
        this.#columns = Array.from({ length: columns }, () => new Column());
    }
    /** Throws if the line is malformed. */
    decode(line) {
        const cells = JSON.parse(line);
        if (!Array.isArray(cells))
            throw new TypeError('a row is not an array');
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
        throw new TypeError('a cell is neither text nor number');
    return number;
}

;// CONCATENATED MODULE: ./src/output/page/rows.ts










/** Rows that are compressed together: the page reads them chunk by chunk, and stays responsive in between. */
const CHUNK_ROWS = 1_000;
/** The same in characters, since a reply can have many thousand. */
const CHUNK_CHARACTERS = 1024 * 1024;
/**
 * Collects the rows of the report page in files of a temporary folder, since the page starts with counts that are known
 * only at the end. `discard` removes the folder.
 */
class PageRows {
    #tables;
    #findings;
    #changes;
    #tempFolder;
    #closed;
    constructor({ folder, reports, judged, isCompared }) {
        const file = (name) => {
            this.#tempFolder ??= (0,output_directory/* makeTempFolder */.Pd)(folder, 'page-');
            return (0,text_file/* openTextFile */.GU)(external_node_path_default().join(this.#tempFolder, name));
        };
        this.#tables = reports.map((report, at) => new CollectedTableRows(report.name, (0,csv/* reportColumns */.ix)(report, judged), false, () => file(String(at))));
        this.#findings = judged
            ? new CollectedTableRows('violations', violations_csv/* VIOLATION_COLUMNS */.Gg, true, () => file('violations'))
            : undefined;
        this.#changes = isCompared
            ? new CollectedTableRows('changes', changes_csv/* CHANGE_COLUMNS */.FK, false, () => file('changes'))
            : undefined;
    }
    async add(result) {
        for (const [at, report] of result.reports.entries()) {
            const table = this.#tables[at];
            if (table === undefined)
                throw new Error(`the page has no table of ${report.definition.name}`);
            for (const record of (0,csv/* reportRecords */.$Q)(report, this.#findings !== undefined)) {
                const written = table.add(record.map(pageCell));
                if (written !== undefined)
                    await written;
            }
        }
        await this.#addChanges(result.changes ?? []);
        if (this.#findings === undefined)
            return;
        for (const finding of (0,mailbox_result/* findingsOf */.W)(result)) {
            const written = this.#findings.add((0,violations_csv/* violationCells */.dA)(finding).map(pageCell), finding.novelty === 'new');
            if (written !== undefined)
                await written;
        }
    }
    /** The tables of the reports in their order, then those of findings and of changes. Complete after `close`. */
    get tables() {
        return this.#all.map((table) => table.collected);
    }
    /** `removed`: mailboxes that the list no longer has, which come last. */
    close(removed = []) {
        this.#closed ??= this.#close(removed);
        return this.#closed;
    }
    /** Removes the temporary files. */
    async discard() {
        try {
            await this.close();
        }
        finally {
            await (0,output_directory/* removeTemp */.DO)(this.#tempFolder);
        }
    }
    async #close(removed) {
        try {
            await this.#addChanges(removed);
        }
        finally {
            await (0,text_file/* closeAll */.S5)(this.#all);
        }
    }
    async #addChanges(changes) {
        for (const change of changes) {
            const written = this.#changes?.add((0,changes_csv/* changeCells */.qv)(change).map(pageCell));
            if (written !== undefined)
                await written;
        }
    }
    get #all() {
        return [...this.#tables, this.#findings, this.#changes].filter((table) => table !== undefined);
    }
}
/** Compresses the rows of one table into its file. */
class CollectedTableRows {
    #name;
    columns;
    #findings;
    #open;
    #encoder;
    #newRows = [];
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
    add(cells, isNew = false) {
        if (isNew)
            this.#newRows.push(this.#rows);
        this.#rows += 1;
        const line = this.#encoder.encode(cells);
        this.#lines.push(line);
        this.#characters += line.length;
        if (this.#lines.length >= CHUNK_ROWS || this.#characters >= CHUNK_CHARACTERS)
            return this.#write();
    }
    get collected() {
        const [name, findings] = [this.#name, this.#findings];
        const { columns } = this;
        const [rows, newRows, rowsFile] = [this.#rows, this.#newRows, this.#file?.path];
        return { name, file: `${name}.csv`, columns, rows, findings, newRows, rowsFile };
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
function pageCell(cell) {
    return typeof cell === 'number' ? cell : (0,display/* cellText */.Ie)(cell);
}

;// CONCATENATED MODULE: ./src/output/page/report-page.ts







/** The report page of a run: one HTML file with the result, charts, and every row of the CSVs in tables. */
class ReportPage {
    #file;
    #context;
    #rows;
    #isWritten = false;
    /** `isCompared`: whether there is an earlier report. */
    constructor(file, context, isCompared) {
        const { reports, policy } = context;
        this.#file = file;
        this.#context = context;
        this.#rows = new PageRows({ folder: external_node_path_default().dirname(file), reports, judged: policy !== undefined, isCompared });
    }
    /** Undefined until the page is written. */
    get path() {
        return this.#isWritten ? this.#file : undefined;
    }
    add(result) {
        return this.#rows.add(result);
    }
    /**
     * Writes the page, and replaces it if called again with another summary. A page that cannot be drawn is a bug that is
     * reported in a warning and fails nothing: the CSVs have the same rows. Rejects with the UserError `OUTPUT_UNWRITABLE`.
     */
    async close(summary) {
        await this.#rows.close(summary?.comparison?.removed());
        if (summary === undefined)
            return;
        try {
            await this.#write(summary);
            this.#isWritten = true;
        }
        catch (error) {
            if (error instanceof errors/* UserError */.yo)
                throw error;
            (0,context/* warn */.R)(this.#context, `The report page could not be written: ${(0,errors/* describeError */.Uc)(error)}. This is a bug in Mailbox Report.`);
            if (error instanceof Error && error.stack !== undefined)
                this.#context.core.debug((0,log/* logText */.kc)(error.stack));
        }
    }
    /** Removes the temporary files. */
    discard() {
        return this.#rows.discard();
    }
    async #write(summary) {
        const { inputs, env, cloud, started: when, loadPageAssets } = this.#context;
        // Loaded only by runs that write a page: the library for charts is large.
        const { documentStart } = await Promise.all(/* import() */[__webpack_require__.e(972), __webpack_require__.e(928)]).then(__webpack_require__.bind(__webpack_require__, 6928));
        const assets = await loadPageAssets();
        const { tables } = this.#rows;
        const data = { bom: inputs.csvBom, delimiter: inputs.csvDelimiter, when, tables: tables.map(pageTable) };
        const content = { summary, data, cloud, commit: commitOf(env) };
        const file = (0,text_file/* openTextFile */.GU)(this.#file, await documentStart(content, assets));
        try {
            for (const [at, { rowsFile }] of tables.entries()) {
                await file.write(`<script type="text/plain" id="rows-${at}">\n`);
                if (rowsFile !== undefined)
                    await file.append(rowsFile);
                await file.write('</script>\n');
            }
            await file.write(`<script>${assets.script}</script>\n</body>\n</html>\n`);
        }
        finally {
            await file.close();
        }
    }
}
/**
 * Reads the script and the style sheet of the page from the folder of the action's entry, where the build writes them.
 * Rejects if they are missing.
 */
async function readPageAssets(folder) {
    const script = await (0,promises_.readFile)(external_node_path_default().join(folder, 'page.js'), 'utf8');
    const style = await (0,promises_.readFile)(external_node_path_default().join(folder, 'page.css'), 'utf8');
    return { script: script.trimEnd(), style: style.trimEnd() };
}
function pageTable({ name, file, columns, rows, findings, newRows }) {
    return { name, file, columns, rows, findings, newRows };
}
/** The commit with the lists and the policy; undefined outside a workflow. */
function commitOf({ GITHUB_SERVER_URL: server, GITHUB_REPOSITORY: repository, GITHUB_SHA: sha }) {
    return server && repository && sha ? { sha, url: `${server}/${repository}/commit/${sha}` } : undefined;
}


/***/ }),

/***/ 6262:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   sc: () => (/* binding */ logProgress)
/* harmony export */ });
/* unused harmony exports Progress, progressLine */
/* harmony import */ var _text_numbers_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(92613);

const INTERVAL = 5_000;
/** The rate is measured over half a minute: long enough to be steady, short enough to follow throttling. */
const WINDOW = 30_000;
/** Logs the progress every few seconds until `stop`. Does not keep the process alive. */
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
    /** Logs a line now. */
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
 * `12,400 / 60,000 mailboxes, 1,900/s, 25 s left, 3 waits`. The rate is mailboxes a second. At a rate of 0 the
 * remaining time is unknown. Waits are omitted if there are none.
 */
function progressLine(progress) {
    const { done, total, rate, waits } = progress;
    const left = rate > 0 ? (0,_text_numbers_js__WEBPACK_IMPORTED_MODULE_0__/* .duration */ .p0)(((total - done) / rate) * 1000) : 'unknown time';
    const waited = waits === 0 ? '' : `, ${(0,_text_numbers_js__WEBPACK_IMPORTED_MODULE_0__/* .counted */ .hS)(waits, 'wait', 'waits')}`;
    return `${(0,_text_numbers_js__WEBPACK_IMPORTED_MODULE_0__/* .count */ .U9)(done)} / ${(0,_text_numbers_js__WEBPACK_IMPORTED_MODULE_0__/* .count */ .U9)(total)} mailboxes, ${(0,_text_numbers_js__WEBPACK_IMPORTED_MODULE_0__/* .count */ .U9)(rate)}/s, ${left} left${waited}`;
}
/** Passes the chunks of a source on and logs its progress: every few seconds, and at the end unless the run was cancelled. */
async function* logProgress({ core, now, signal }, { reader, waits, total }) {
    const progress = new Progress({
        total,
        now,
        log: (line) => {
            core.info(line);
        },
        done: () => reader.finished,
        waits,
    });
    try {
        yield* reader.read();
        if (!signal.aborted)
            progress.report();
    }
    finally {
        progress.stop();
    }
}


/***/ }),

/***/ 65127:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  J2: () => (/* binding */ closeSinks),
  rs: () => (/* binding */ discardSinks),
  fi: () => (/* binding */ openSinks)
});

// EXTERNAL MODULE: external "node:path"
var external_node_path_ = __webpack_require__(76760);
var external_node_path_default = /*#__PURE__*/__webpack_require__.n(external_node_path_);
// EXTERNAL MODULE: ./src/errors.ts
var errors = __webpack_require__(83916);
// EXTERNAL MODULE: ./src/mailbox-result.ts
var mailbox_result = __webpack_require__(43257);
// EXTERNAL MODULE: ./src/policy/baseline.ts
var baseline = __webpack_require__(34887);
// EXTERNAL MODULE: ./src/policy/baseline-entry.ts
var baseline_entry = __webpack_require__(71518);
// EXTERNAL MODULE: ./src/output/csv.ts
var output_csv = __webpack_require__(2701);
// EXTERNAL MODULE: external "node:fs"
var external_node_fs_ = __webpack_require__(73024);
// EXTERNAL MODULE: external "node:readline"
var external_node_readline_ = __webpack_require__(80481);
// EXTERNAL MODULE: ./src/output/output-directory.ts
var output_directory = __webpack_require__(10414);
// EXTERNAL MODULE: ./src/output/text-file.ts
var text_file = __webpack_require__(50221);
;// CONCATENATED MODULE: ./src/output/sorted-texts.ts





/** Characters in memory. The violations of 100,000 mailboxes have some 12 million. */
const MAX_CHARACTERS = 16 * 1024 * 1024;
/** Sorts any number of texts by their UTF-16 code units in bounded memory: sorted parts of them go to temporary files. */
class SortedTexts {
    #folder;
    #maxCharacters;
    #files = [];
    #texts = [];
    #characters = 0;
    #tempFolder;
    constructor({ folder, maxCharacters = MAX_CHARACTERS }) {
        this.#folder = folder;
        this.#maxCharacters = maxCharacters;
    }
    /** If it returns a promise, await it before the next call. Throws, or rejects with, the UserError `OUTPUT_UNWRITABLE`. */
    add(text) {
        this.#texts.push(text);
        this.#characters += text.length;
        if (this.#characters >= this.#maxCharacters)
            return this.#writePart();
    }
    /** All texts, sorted. Call it once, after the last one was added. */
    async *sorted() {
        this.#texts.sort();
        if (this.#files.length === 0) {
            yield* this.#texts;
            return;
        }
        const parts = await Promise.all([...this.#files.map(textsIn), this.#texts.values()].map(async (texts) => ({ texts, next: await texts.next() })));
        for (;;) {
            let first;
            for (const part of parts) {
                if (part.next.done !== true && (first === undefined || part.next.value < first.next.value))
                    first = part;
            }
            if (first === undefined)
                return;
            yield first.next.value;
            first.next = await first.texts.next();
        }
    }
    /** Removes the temporary files. Never rejects. */
    discard() {
        this.#texts = [];
        return (0,output_directory/* removeTemp */.DO)(this.#tempFolder);
    }
    async #writePart() {
        this.#tempFolder ??= (0,output_directory/* makeTempFolder */.Pd)(this.#folder, 'sort-');
        const file = (0,text_file/* openTextFile */.GU)(external_node_path_default().join(this.#tempFolder, String(this.#files.length)));
        try {
            for (const text of this.#texts.sort())
                await file.write(`${lineOf(text)}\n`);
        }
        finally {
            await file.close();
        }
        this.#files.push(file.path);
        this.#texts = [];
        this.#characters = 0;
    }
}
/** JSON escapes line feeds, but not the other two characters that end a line for `readline`. */
function lineOf(text) {
    return JSON.stringify(text).replaceAll('\u2028', '\\u2028').replaceAll('\u2029', '\\u2029');
}
async function* textsIn(file) {
    for await (const line of (0,external_node_readline_.createInterface)({ input: (0,external_node_fs_.createReadStream)(file), crlfDelay: Infinity })) {
        yield String(JSON.parse(line));
    }
}

;// CONCATENATED MODULE: ./src/output/baseline-csv.ts






/**
 * `baseline.csv` as it would be now: all violations that are not exempt, and the entries about mailboxes that were not read.
 * Entries keep their date. Rows are sorted, so that equal findings give equal files.
 */
class BaselineCsv {
    #file;
    #options;
    #addedOn;
    #entries;
    #isWritten = false;
    constructor(file, options) {
        this.#file = file;
        this.#options = options;
        this.#addedOn = new Date(options.started).toISOString().slice(0, 10);
        this.#entries = new SortedTexts({ folder: external_node_path_default().dirname(file) });
    }
    /** Undefined until the file is written: a part of it would unaccept the rest when committed. */
    get path() {
        return this.#isWritten ? this.#file : undefined;
    }
    async add(result) {
        for (const finding of (0,mailbox_result/* findingsOf */.W)(result)) {
            if (finding.verdict !== 'fail' && finding.verdict !== 'warn')
                continue;
            const identity = (0,baseline/* violationIdentity */.E)(finding.rule.id, finding.mailbox.address, finding);
            const added = this.#entries.add((0,baseline_entry/* packEntry */.AR)({ ...identity, addedOn: this.#addedOn }));
            if (added !== undefined)
                await added;
        }
    }
    async close(summary) {
        try {
            if (summary !== undefined && !this.#isWritten)
                await this.#write();
        }
        finally {
            await this.#entries.discard();
        }
    }
    async #write() {
        for (const entry of this.#options.baseline?.kept() ?? [])
            await this.#entries.add((0,baseline_entry/* packEntry */.AR)(entry));
        const file = new output_csv/* CsvFile */.fL(this.#file, baseline_entry/* BASELINE_COLUMNS */.Ac, this.#options);
        try {
            let last = '';
            for await (const packed of this.#entries.sorted()) {
                const entry = (0,baseline_entry/* unpackEntry */.$7)(packed);
                const key = (0,baseline_entry/* baselineKey */.x2)(entry);
                // A mailbox can have two inbox rules of one name that violate a rule in the same way.
                if (key === last)
                    continue;
                last = key;
                const written = file.write([(0,baseline_entry/* baselineCells */.PO)(entry)]);
                if (written !== undefined)
                    await written;
            }
        }
        finally {
            await file.close();
        }
        this.#isWritten = true;
    }
}

// EXTERNAL MODULE: ./src/output/changes-csv.ts
var changes_csv = __webpack_require__(61697);
// EXTERNAL MODULE: ./src/policy/verdict.ts
var policy_verdict = __webpack_require__(75187);
// EXTERNAL MODULE: ./src/reports/row.ts
var row = __webpack_require__(83199);
;// CONCATENATED MODULE: ./src/output/json.ts





/** Version of the format: increased by incompatible changes. */
const VERSION = 1;
/**
 * Opens a JSON file with everything that a run finds: the reports, the policy, each mailbox on a line of its own with its
 * typed rows and findings, and the totals at the end. A mailbox without items or that could not be read has
 * no rows. Throws as `openTextFile` does.
 */
function openJsonReport(file, options) {
    return new JsonReport((0,text_file/* openTextFile */.GU)(file, beginning(options)), options.reports);
}
/** A JSON report that is being written. `close` completes it, also after a cancelled run. */
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
    close(summary) {
        const members = Object.entries(summary === undefined ? {} : endingOf(summary)).map(([name, value]) => `,${key(name)}${JSON.stringify(value)}`);
        return this.#file.close(`\n]${members.join('\n')}}\n`);
    }
    #mailbox(judged) {
        const { mailbox, status, error, reports } = judged;
        const { address, file, line } = mailbox;
        const head = JSON.stringify({ mailbox: address, file, line, status, ...(error === '' ? {} : { error }) });
        const members = reports.map((report) => key(report.definition.name) + this.#report(report)).join(',');
        const findings = (0,mailbox_result/* findingsOf */.W)(judged).map((finding) => JSON.stringify(findingJson(finding)));
        const changes = judged.changes === undefined ? '' : `,"changes":${JSON.stringify(judged.changes.map(changeJson))}`;
        return `${head.slice(0, -1)},"reports":{${members}},"findings":[${findings.join(',')}]${changes}}`;
    }
    #report({ definition, rows, verdict }) {
        const keys = this.#keys.get(definition) ?? Object.keys(definition.columns).map(key);
        const { status, error } = (0,row/* unreadableRow */.O)(rows) ?? rows[0];
        const head = JSON.stringify({
            status,
            ...(error === '' ? {} : { error }),
            ...(verdict === undefined ? {} : { verdict: (0,policy_verdict/* worst */.QZ)(verdict.rows.map((row) => row.verdict)) }),
        });
        const texts = [];
        for (const [at, row] of rows.entries()) {
            if (row.content !== 'none')
                texts.push(rowText(keys, row, verdict?.rows[at]));
        }
        return `${head.slice(0, -1)},"rows":[${texts.join(',')}]}`;
    }
}
function beginning({ reports, policy, lists, started }) {
    const head = JSON.stringify({
        version: VERSION,
        started: new Date(started).toISOString(),
        lists,
        reports: reports.map(({ name, permissions, columns }) => ({
            name,
            permission: permissions.length === 1 ? permissions[0] : permissions,
            columns: Object.keys(columns),
        })),
        ...(policy === undefined ? {} : { policy: policyJson(policy) }),
    });
    return `${head.slice(0, -1)},"mailboxes":[`;
}
function policyJson({ file, rules, exemptions }) {
    return {
        file,
        rules: rules.map(({ id, report, title, severity, when, expect, help }) => ({
            id,
            report,
            title,
            severity,
            when,
            expect,
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
/** Writes members one by one: an object for every row takes longer, and loses a column called `__proto__`. */
function rowText(keys, { cells }, judged) {
    const members = keys.map((name, at) => name + JSON.stringify(cells[at] ?? null));
    if (judged !== undefined) {
        members.push(`"Verdict":"${judged.verdict}"`, `"Violations":${JSON.stringify(judged.violations)}`);
    }
    return `{${members.join(',')}}`;
}
function findingJson({ rule, verdict, item, column, found, expected, exemption, addedOn, since, novelty, }) {
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
        ...(addedOn === undefined ? {} : { addedOn }),
        ...(since === undefined ? {} : { since }),
        ...(novelty === undefined ? {} : { novelty }),
    };
}
function changeJson({ kind, report, item, column, before, after, rule }) {
    return {
        change: kind,
        ...(report === '' ? {} : { report }),
        ...(item === '' ? {} : { item }),
        ...(column === '' ? {} : { column }),
        ...(kind.startsWith('mailbox-') ? {} : { before, after }),
        ...(rule === undefined ? {} : { rule: rule.id }),
    };
}
/** Against which report was compared, and the counts. */
function comparisonJson({ source, tally, comparesViolations, notes, removed }) {
    const { newViolationCount, resolvedCount, changeCount, changedMailboxes, addedMailboxes } = tally;
    return {
        ...(source.kind === 'run' ? { run: source.number, url: source.url } : { path: source.path }),
        ...(comparesViolations ? { newViolations: newViolationCount, resolved: resolvedCount } : {}),
        ...{ changes: changeCount, changedMailboxes, addedMailboxes },
        removedMailboxes: Array.from(removed(), ({ mailbox }) => mailbox),
        notes: [...notes],
    };
}
function key(name) {
    return `${JSON.stringify(name)}:`;
}
/** The last members: the result and the counts. */
function endingOf(summary) {
    const { result, message, maxUnreadable, failOn, tally, policy, comparison, duplicateCount } = summary;
    const { total, read, unreadable } = tally;
    return {
        result,
        message,
        maxUnreadable,
        failOn,
        counts: {
            ...{ mailboxes: total, read, unreadable, repeated: duplicateCount },
            ...(policy === undefined ? {} : findingCounts(policy.tally)),
        },
        ...(comparison === undefined ? {} : { comparison: comparisonJson(comparison) }),
        ...(policy === undefined ? {} : { rules: ruleCounts(policy.tally), exemptions: policy.exemptions.map(useJson) }),
    };
}
function findingCounts(policy) {
    const { violationCount: violations, warningCount: warnings, knownCount: known, exemptCount: exempt } = policy;
    return { violations, warnings, known, exempt, inconclusive: policy.inconclusiveCount };
}
function ruleCounts({ rules }) {
    return rules.map(({ rule: { id }, passed, failed, warned, known, exempt, inconclusive }) => ({
        ...{ id, passed, failed, warned, known, exempt, inconclusive },
    }));
}
/** The use of an exemption, in the order of the policy. */
function useJson({ exemption, daysLeft, expired, endsSoon, covered, missed, need }) {
    const { rule, expires } = exemption;
    return { rule, expires, state: expired ? 'expired' : need, daysLeft, endsSoon, covered, missed };
}

// EXTERNAL MODULE: ./src/text/display.ts
var display = __webpack_require__(24745);
// EXTERNAL MODULE: ./src/text/numbers.ts
var numbers = __webpack_require__(92613);
;// CONCATENATED MODULE: ./src/output/junit.ts







/** Findings of a mailbox that a case lists. */
const MAX_FINDINGS = 20;
/**
 * Creates a JUnit XML file as Jenkins and Ant write it: a suite for each rule, and in it a case for each mailbox. A warning
 * passes, with its findings as output. Mailboxes that are known, exempt or inconclusive, or to which the rule does not apply,
 * are skipped. Throws as `openTextFile` does.
 */
function openJunit(file, options) {
    return new Junit((0,text_file/* openTextFile */.GU)(file, '<?xml version="1.0" encoding="UTF-8"?>\n'), options);
}
class Junit {
    #file;
    #folder;
    #started;
    #suites;
    #tempFolder;
    #closed;
    constructor(file, { policy, folder, started }) {
        this.#file = file;
        this.#folder = folder;
        this.#started = started;
        this.#suites = new Map(policy.rules.map((rule, number) => [
            rule.id,
            { rule, number, tests: 0, failures: 0, skipped: 0, cases: undefined },
        ]));
    }
    get path() {
        return this.#file.path;
    }
    async add(result) {
        for (const report of result.reports) {
            for (const verdict of report.verdict?.rules ?? []) {
                const suite = this.#suites.get(verdict.rule.id);
                if (suite === undefined)
                    continue;
                suite.tests += 1;
                if (verdict.verdict === 'fail')
                    suite.failures += 1;
                else if (verdict.verdict !== 'pass' && verdict.verdict !== 'warn')
                    suite.skipped += 1;
                await this.#casesOf(suite).write(testcase(verdict, result, report));
            }
        }
    }
    close() {
        this.#closed ??= this.#complete();
        return this.#closed;
    }
    #casesOf(suite) {
        this.#tempFolder ??= (0,output_directory/* makeTempFolder */.Pd)(this.#folder, 'junit-');
        suite.cases ??= (0,text_file/* openTextFile */.GU)(external_node_path_default().join(this.#tempFolder, String(suite.number)));
        return suite.cases;
    }
    async #complete() {
        const suites = [...this.#suites.values()];
        try {
            await (0,text_file/* closeAll */.S5)(suites.flatMap(({ cases }) => cases ?? []));
            await this.#join(suites);
        }
        finally {
            try {
                await this.#file.close();
            }
            finally {
                await (0,output_directory/* removeTemp */.DO)(this.#tempFolder);
            }
        }
    }
    async #join(suites) {
        const tests = suites.reduce((sum, suite) => sum + suite.tests, 0);
        const failures = suites.reduce((sum, suite) => sum + suite.failures, 0);
        const start = xmlAttributes({ name: 'Mailbox Report', tests, failures, errors: 0, time: 0 });
        await this.#file.write(`<testsuites${start}>\n`);
        for (const suite of suites) {
            await this.#file.write(suiteStart(suite, this.#started));
            if (suite.cases !== undefined)
                await this.#file.append(suite.cases.path);
            await this.#file.write('</testsuite>\n');
        }
        await this.#file.write('</testsuites>\n');
    }
}
function suiteStart({ rule: { id, title }, tests, failures, skipped }, started) {
    const name = title === id ? id : `${id}: ${(0,display/* visibleLine */.P8)(title)}`;
    // The schema of Ant allows no time zone.
    const timestamp = new Date(started).toISOString().slice(0, 19);
    return `<testsuite${xmlAttributes({ name, tests, failures, errors: 0, skipped, time: 0, timestamp })}>\n`;
}
/** The case of a mailbox in the suite of a rule. */
function testcase({ rule, verdict, findings }, { mailbox }, report) {
    // The suites have the same mailboxes as cases, and Jenkins distinguishes cases only by class and name.
    const classname = `${rule.report}.${rule.id}`;
    const start = `<testcase${xmlAttributes({ classname, name: mailbox.address, time: 0 })}`;
    switch (verdict) {
        case 'pass':
            return `${start}/>\n`;
        case 'warn': {
            const warned = findings.filter((finding) => finding.verdict === 'warn');
            return `${start}><system-out>${xmlText(`Warning: ${lines(warned)}`)}</system-out></testcase>\n`;
        }
        case 'fail': {
            const failed = findings.filter((finding) => finding.verdict === 'fail');
            const failure = xmlAttributes({ message: firstLine(failed), type: 'violation' });
            return `${start}><failure${failure}>${xmlText(lines(failed))}</failure></testcase>\n`;
        }
        case 'known':
        case 'exempt':
        case 'inconclusive':
        case undefined: {
            const message = skippedText(verdict, findings, report);
            return `${start}><skipped${xmlAttributes({ message })}/></testcase>\n`;
        }
    }
}
function skippedText(verdict, findings, { rows }) {
    const { status, error } = (0,row/* unreadableRow */.O)(rows) ?? rows[0];
    if (verdict === undefined)
        return 'The rule does not apply to this mailbox';
    if (verdict === 'inconclusive') {
        if (status !== 'ok')
            return (0,display/* visibleLine */.P8)(`Could not be read: ${status}${error === '' ? '' : `, ${error}`}`);
        return `Inconclusive: ${firstLine(findings.filter((finding) => finding.verdict === 'inconclusive'))}`;
    }
    if (verdict === 'known') {
        const known = findings.filter((finding) => finding.verdict === 'known');
        return (0,display/* visibleLine */.P8)(`Known since ${known[0]?.addedOn ?? ''}, in the baseline. ${firstLine(known)}`);
    }
    const exemption = findings.find((finding) => finding.exemption !== undefined)?.exemption;
    const reason = exemption === undefined
        ? 'Exempt'
        : (0,display/* visibleLine */.P8)(`Exempt until ${exemption.expires}: ${exemption.reason} (${exemption.owner})`);
    return `${reason}. ${firstLine(findings)}`;
}
function firstLine([first, ...others]) {
    if (first === undefined)
        return '';
    return noveltyText(first) + (others.length === 0 ? '' : `, and ${(0,numbers/* count */.U9)(others.length)} more`);
}
function lines(findings) {
    const more = findings.length - MAX_FINDINGS;
    const listed = findings.slice(0, MAX_FINDINGS).map(noveltyText);
    return [...listed, ...(more > 0 ? [`and ${(0,numbers/* count */.U9)(more)} more`] : [])].join('\n');
}
/** A finding, and whether the earlier report does not have it. */
function noveltyText(finding) {
    return (0,policy_verdict/* findingText */.NK)(finding) + (finding.novelty === 'new' ? ' (new)' : '');
}
/** Characters that XML 1.0 forbids, also as references. https://www.w3.org/TR/xml/#charsets */
const FORBIDDEN = /[^\t\n\r\u{20}-\u{D7FF}\u{E000}-\u{FFFD}\u{10000}-\u{10FFFF}]/gu;
/** Line ends and tabs too: in an attribute they are read as spaces. https://www.w3.org/TR/xml/#AVNormalize */
const MARKUP = /[&<>"'\t\n\r]/g;
/**
 * Untrusted text for XML 1.0, in an element or an attribute. It reads back unchanged, except for forbidden characters, which
 * are written as `\u{1}`.
 */
function xmlText(text) {
    return text
        .replace(FORBIDDEN, (unit) => `\\u{${unit.codePointAt(0)?.toString(16) ?? ''}}`)
        .replace(MARKUP, (mark) => `&#${mark.charCodeAt(0)};`);
}
/** Attributes with a space before each. */
function xmlAttributes(attributes) {
    return Object.entries(attributes)
        .map(([name, value]) => ` ${name}="${xmlText(String(value))}"`)
        .join('');
}

// EXTERNAL MODULE: ./src/output/page/report-page.ts + 2 modules
var report_page = __webpack_require__(99477);
// EXTERNAL MODULE: external "node:crypto"
var external_node_crypto_ = __webpack_require__(77598);
;// CONCATENATED MODULE: ./package.json
const package_namespaceObject = {"rE":"0.1.0"};
// EXTERNAL MODULE: ./src/reports/definition.ts
var definition = __webpack_require__(54530);
// EXTERNAL MODULE: ./src/schema/expected-text.ts
var expected_text = __webpack_require__(38639);
// EXTERNAL MODULE: ./src/output/summary/markdown.ts
var markdown = __webpack_require__(72777);
;// CONCATENATED MODULE: ./src/output/sarif-rule.ts




/** GitHub's limit. https://docs.github.com/code-security/code-scanning/sarif-support-for-code-scanning */
const MAX_DESCRIPTION = 1_024;
/** A rule of the policy as a `reportingDescriptor`, section 3.49 of https://docs.oasis-open.org/sarif/sarif/v2.1.0 */
function sarifRule(rule) {
    const { id, report, title, severity, help } = rule;
    const name = pascalCase(id);
    const helpUri = help === undefined ? undefined : uriOf(help);
    return {
        id,
        // Section 3.49.7: omit a name that repeats the id.
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
 * A link as a URI of RFC 3986, which readers of SARIF require and browsers do not. Without a user name; undefined if it
 * cannot be parsed. https://www.rfc-editor.org/rfc/rfc3986#appendix-A
 */
function uriOf(link) {
    const url = URL.parse(link);
    if (url === null)
        return undefined;
    const hash = url.hash === '' ? '' : `#${encoded(url.hash.slice(1))}`;
    return url.origin + encoded(url.pathname + url.search) + hash;
}
function encoded(text) {
    return text.replace(/[^\w\-.~:/?@!$&'()*+,;=%]|%(?![0-9A-Fa-f]{2})/g, encodeURIComponent);
}
function pascalCase(id) {
    return id
        .split(/[^A-Za-z0-9]+/)
        .map((word) => word.slice(0, 1).toUpperCase() + word.slice(1))
        .join('');
}
function described(text) {
    return (0,display/* shortened */.vI)((0,display/* visibleLine */.P8)(text), MAX_DESCRIPTION);
}
function ended(sentence) {
    return /[.!?]$/.test(sentence) ? sentence : `${sentence}.`;
}
/** The rows to which the rule applies, and what it expects of them. */
function sentences({ report, when, expect }) {
    const where = Object.keys(when).length === 0 ? '' : ` where ${conditions(when).join(' and ')}`;
    return [
        `Applies to ${where === '' ? 'every row' : 'rows'} of the report ${report}${where}.`,
        `Expected: ${conditions(expect).join('; ')}.`,
    ];
}
function conditions(columns) {
    return Object.entries(columns).map(([column, schema]) => `${column} is ${expectedOf(column, schema)}`);
}
function expectedOf(column, schema) {
    return (0,expected_text/* expectedText */.G)(schema, column === definition/* MAILBOX_COLUMN */.aN ? 'addresses' : 'cells');
}
function helpText(rule) {
    const more = rule.help === undefined ? [] : [`See ${rule.help}`];
    return [ended(rule.title), ...sentences(rule), ...more].map(display/* visibleLine */.P8).join('\n');
}
function helpMarkdown({ report, title, when, expect, help }) {
    const rows = Object.keys(when).length === 0 ? ['every row'] : columnList(when);
    return [
        `**${(0,markdown/* markdownText */.p7)(title)}**`,
        `Applies, in the report ${(0,markdown/* markdownCode */.D9)(report)}, to:`,
        rows.map((line) => `- ${line}`).join('\n'),
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









/** GitHub rejects a run with more. https://docs.github.com/code-security/code-scanning/sarif-support-for-code-scanning */
const MAX_RESULTS = 25_000;
const SEPARATOR = ',\n';
/**
 * Creates a SARIF 2.1.0 file for code scanning (https://docs.oasis-open.org/sarif/sarif/v2.1.0) with a result for each
 * finding of the verdict `fail`, `warn` or `known`; the latter are suppressed. Notifications count unreadable mailboxes and the
 * results above the maximum; known findings are omitted first, then warnings. Throws as `openTextFile` does.
 */
function openSarif(file, options) {
    return new Sarif((0,text_file/* openTextFile */.GU)(file, runStart(options)), options);
}
class Sarif {
    #file;
    #ruleIndex;
    #hasBaseline;
    #maxResults;
    #failures = 0;
    #unreadable = 0;
    #cancelled = false;
    #warnings;
    #known;
    #closed;
    constructor(file, { policy, hasBaseline = false, maxResults = MAX_RESULTS }) {
        this.#file = file;
        this.#ruleIndex = new Map(policy.rules.map(({ id }, index) => [id, index]));
        this.#hasBaseline = hasBaseline;
        this.#maxResults = maxResults;
        this.#warnings = new LaterResults(`${file.path}.warnings`, maxResults);
        this.#known = new LaterResults(`${file.path}.known`, maxResults);
    }
    get path() {
        return this.#file.path;
    }
    async add(result) {
        if (result.status !== 'ok')
            this.#unreadable += 1;
        if (result.status === 'cancelled')
            this.#cancelled = true;
        const fingerprints = new Fingerprints();
        for (const finding of (0,mailbox_result/* findingsOf */.W)(result)) {
            const { verdict } = finding;
            if (verdict !== 'fail' && verdict !== 'warn' && verdict !== 'known')
                continue;
            const text = resultText(finding, {
                ruleIndex: this.#ruleIndex.get(finding.rule.id) ?? -1,
                fingerprint: fingerprints.of(finding),
                hasBaseline: this.#hasBaseline,
            });
            if (verdict === 'fail')
                await this.#addFailure(text);
            else
                await (verdict === 'warn' ? this.#warnings : this.#known).add(text);
        }
    }
    close() {
        this.#closed ??= this.#complete();
        return this.#closed;
    }
    async #addFailure(text) {
        this.#failures += 1;
        if (this.#failures > this.#maxResults)
            return;
        await this.#file.write((this.#failures === 1 ? '' : SEPARATOR) + text);
    }
    async #complete() {
        const later = [this.#warnings, this.#known];
        try {
            let written = Math.min(this.#failures, this.#maxResults);
            for (const results of later)
                written += await results.appendTo(this.#file, written, this.#maxResults - written);
        }
        finally {
            try {
                const found = later.reduce((sum, { count: number }) => sum + number, this.#failures);
                const omitted = Math.max(0, found - this.#maxResults);
                await this.#file.close(runEnd({ omitted, unreadable: this.#unreadable, cancelled: this.#cancelled }));
            }
            finally {
                for (const results of later)
                    await results.discard();
            }
        }
    }
}
/** Results of less importance, in a file of their own until it is known how many fit beside the others. */
class LaterResults {
    #path;
    #maxResults;
    #file;
    /** For each result, the bytes of the file up to its end. */
    #ends = [];
    /** How many results were added. */
    count = 0;
    constructor(path, maxResults) {
        this.#path = path;
        this.#maxResults = maxResults;
    }
    async add(text) {
        this.count += 1;
        if (this.count > this.#maxResults)
            return;
        const result = (this.count === 1 ? '' : SEPARATOR) + text;
        this.#ends.push((this.#ends.at(-1) ?? 0) + Buffer.byteLength(result));
        this.#file ??= (0,text_file/* openTextFile */.GU)(this.#path);
        await this.#file.write(result);
    }
    /** Appends at most `room` results to a file that has `before` results, and returns their number. */
    async appendTo(file, before, room) {
        if (this.#file === undefined)
            return 0;
        await this.#file.close();
        const appended = Math.min(room, this.#ends.length);
        if (appended === 0)
            return 0;
        if (before > 0)
            await file.write(SEPARATOR);
        await file.append(this.#file.path, this.#ends[appended - 1]);
        return appended;
    }
    discard() {
        return (0,output_directory/* removeTemp */.DO)(this.#file?.path);
    }
}
function runStart({ policy, category = 'mailbox-report' }) {
    const driver = {
        name: 'Mailbox Report',
        informationUri: 'https://github.com/mailbox-report/mailbox-report',
        semanticVersion: package_namespaceObject.rE,
        rules: policy.rules.map(sarifRule),
    };
    const head = {
        tool: { driver },
        // GitHub takes the part before the last slash as the category.
        automationDetails: { id: `${category.replace(/\/+$/, '')}/` },
        columnKind: 'utf16CodeUnits',
    };
    return ('{"$schema":"https://json.schemastore.org/sarif-2.1.0.json","version":"2.1.0","runs":[' +
        `${JSON.stringify(head).slice(0, -1)},"results":[\n`);
}
function runEnd({ omitted, unreadable, cancelled, }) {
    const notifications = [
        ...(unreadable === 0
            ? []
            : [`${(0,numbers/* counted */.hS)(unreadable, 'mailbox', 'mailboxes')} could not be read and may have more results.`]),
        ...(omitted === 0
            ? []
            : [`${(0,numbers/* count */.U9)(omitted)} more results are omitted, since code scanning has a limit. The CSV has all of them.`]),
    ];
    const tail = {
        invocations: [
            {
                executionSuccessful: !cancelled,
                toolExecutionNotifications: notifications.map((text) => ({ level: 'warning', message: { text } })),
            },
        ],
        properties: { omittedResults: omitted, unreadableMailboxes: unreadable },
    };
    return `\n],${JSON.stringify(tail).slice(1)}]}\n`;
}
/**
 * A finding as a SARIF result (section 3.27) on one line. Its location is the line of the mailbox in its list, which is what
 * a developer can change. `ruleIndex`: position of the rule in the driver's rules.
 */
function resultText(finding, { ruleIndex, fingerprint, hasBaseline, }) {
    const { rule, mailbox } = finding;
    return JSON.stringify({
        ruleId: rule.id,
        ruleIndex,
        level: rule.severity,
        message: { text: unlinked(`${(0,display/* visibleLine */.P8)(mailbox.address)}: ${(0,policy_verdict/* findingText */.NK)(finding)}.`) },
        locations: [
            {
                physicalLocation: {
                    artifactLocation: { uri: relativeUri(mailbox.file), uriBaseId: '%SRCROOT%' },
                    region: { startLine: mailbox.line },
                },
            },
        ],
        // Without this key GitHub makes a fingerprint of the line's text, which all findings of a mailbox share.
        partialFingerprints: { primaryLocationLineHash: fingerprint },
        // Section 3.27.24. Violations of mailboxes that the earlier run could not read have no state.
        ...(finding.novelty === undefined ? {} : { baselineState: finding.novelty }),
        // All results of a run have suppressions, or none has (section 3.27.23).
        ...(hasBaseline ? { suppressions: suppressionsOf(finding) } : {}),
    });
}
function suppressionsOf({ verdict, addedOn = '' }) {
    if (verdict !== 'known')
        return [];
    return [{ kind: 'external', status: 'accepted', justification: `In the baseline since ${(0,display/* visibleLine */.P8)(addedOn)}.` }];
}
/**
 * Fingerprints of the findings of one mailbox. They depend neither on the line of the list nor on the value found, so that
 * GitHub does not close an alert and open another one when these change.
 */
class Fingerprints {
    /** A mailbox can have two inbox rules of one name. */
    #occurrences = new Map();
    of({ rule, mailbox, item, column }) {
        const subject = JSON.stringify([rule.id, mailbox.address.toLowerCase(), rule.report, column, item]);
        const hash = (0,external_node_crypto_.createHash)('sha256').update(subject).digest('hex');
        const ordinal = (this.#occurrences.get(hash) ?? 0) + 1;
        this.#occurrences.set(hash, ordinal);
        return `${hash}:${ordinal}`;
    }
}
/**
 * In a message `[text](target)` is a link (section 3.11.6); an invisible character prevents it. Braces have a meaning only
 * in a message with arguments.
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

;// CONCATENATED MODULE: ./src/output/unlisted-csv.ts

const COLUMNS = ['MailboxName', 'RecipientTypeDetails', 'WhenCreated'];
/**
 * Opens `unlisted.csv`: the mailboxes that the tenant has and the list lacks, written when everything was listed. Throws as
 * `openTextFile` does.
 */
function openUnlisted(file, unlisted, options) {
    const csv = new output_csv/* CsvFile */.fL(file, COLUMNS, options);
    let isWritten = false;
    return {
        path: csv.path,
        add: () => undefined,
        close: async () => {
            if (!isWritten && unlisted.isComplete) {
                isWritten = true;
                await csv.write(unlisted.mailboxes.map(({ address, type, created }) => [address, type, created]));
            }
            await csv.close();
        },
    };
}

// EXTERNAL MODULE: ./src/output/violations-csv.ts
var violations_csv = __webpack_require__(25612);
;// CONCATENATED MODULE: ./src/output/sinks.ts












/** The name of the files that are not the CSV of a report. No report can have it. */
const NAME = 'mailbox-report';
const NO_POLICY = { file: '', rules: [], exemptions: [] };
/**
 * Opens the files of a run: a CSV for each report, `violations.csv` and `baseline.csv` if there is a policy, `changes.csv` if
 * the run is compared with an earlier report, and those of the input `formats`. `baseline`: that of the run, undefined without
 * one. Rejects with the UserError `OUTPUT_UNWRITABLE`.
 */
async function openSinks(context, mailboxes, { baseline, isCompared, unlisted, }) {
    const { inputs, env, policy, reports, started } = context;
    const { formats, artifactName: category } = inputs;
    const csv = { bom: inputs.csvBom, delimiter: inputs.csvDelimiter };
    const folder = await (0,output_directory/* openOutputDirectory */.R9)(inputs.outputDirectory, env);
    const at = (name) => external_node_path_default().join(folder, name);
    const judged = policy !== undefined;
    const rules = policy ?? NO_POLICY;
    const all = [];
    try {
        for (const report of reports)
            all.push(new output_csv/* ReportCsv */.dI(report, { folder, judged, ...csv }));
        if (judged) {
            all.push((0,violations_csv/* openViolations */.Vq)(at('violations.csv'), csv));
            all.push(new BaselineCsv(at('baseline.csv'), { ...csv, baseline, started }));
        }
        if (isCompared)
            all.push((0,changes_csv/* openChanges */.eX)(at('changes.csv'), csv));
        if (unlisted !== undefined && unlisted.mode !== 'include')
            all.push(openUnlisted(at('unlisted.csv'), unlisted, csv));
        if (formats.has('json')) {
            all.push(openJsonReport(at(`${NAME}.json`), { reports, policy, lists: mailboxes.files, started }));
        }
        if (formats.has('sarif'))
            all.push(openSarif(at(`${NAME}.sarif`), { policy: rules, category, hasBaseline: baseline !== undefined }));
        if (formats.has('junit'))
            all.push(openJunit(at(`${NAME}.junit.xml`), { policy: rules, folder, started }));
        const page = formats.has('html')
            ? new report_page/* ReportPage */.W(at(`${category ?? 'report'}.html`), context, isCompared)
            : undefined;
        if (page !== undefined)
            all.push(page);
        const [only, ...others] = all;
        return { all, page, folder, place: others.length === 0 && only?.path !== undefined ? only.path : folder };
    }
    catch (error) {
        await discardSinks({ all, page: undefined });
        throw error;
    }
}
/** Completes the files. Returns the first UserError of a file that could not be written; other errors are thrown. */
async function closeSinks({ all }, summary) {
    const failures = [];
    for (const sink of all)
        await sink.close(summary).catch((error) => failures.push(error));
    const bug = failures.find((failure) => !(failure instanceof errors/* UserError */.yo));
    if (bug !== undefined)
        throw new Error('a file could not be completed', { cause: bug });
    return failures.find((failure) => failure instanceof errors/* UserError */.yo);
}
/** Closes whatever is open and removes temporary files. Never rejects: an earlier error has the reason. */
async function discardSinks({ all, page }) {
    await Promise.allSettled(all.map((sink) => sink.close()));
    await Promise.allSettled([page?.discard()]);
}


/***/ }),

/***/ 50221:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   GU: () => (/* binding */ openTextFile),
/* harmony export */   S5: () => (/* binding */ closeAll),
/* harmony export */   x3: () => (/* binding */ createFile)
/* harmony export */ });
/* unused harmony export TextFile */
/* harmony import */ var node_fs__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(73024);
/* harmony import */ var node_fs__WEBPACK_IMPORTED_MODULE_0___default = /*#__PURE__*/__webpack_require__.n(node_fs__WEBPACK_IMPORTED_MODULE_0__);
/* harmony import */ var _output_directory_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(10414);


/** Characters that are collected before they are written to the disk. */
const CHUNK = 64 * 1024;
/**
 * Creates a text file in UTF-8, in a folder that exists. A file of that name is replaced, never written to: it may be a
 * link to another file, or a pipe. Throws the UserError `OUTPUT_UNWRITABLE` at once, before anything is requested from
 * Graph.
 */
function openTextFile(file, start = '') {
    return new TextFile(file, createFile(file), start);
}
/** Creates a file as `openTextFile` does. */
function createFile(file) {
    try {
        removeExisting(file);
        // With `x` no link is followed either: https://pubs.opengroup.org/onlinepubs/9799919799/functions/open.html
        return (0,node_fs__WEBPACK_IMPORTED_MODULE_0__.createWriteStream)(file, { fd: (0,node_fs__WEBPACK_IMPORTED_MODULE_0__.openSync)(file, 'wx') });
    }
    catch (error) {
        throw (0,_output_directory_js__WEBPACK_IMPORTED_MODULE_1__/* .outputError */ .cw)(file, error);
    }
}
function removeExisting(file) {
    try {
        (0,node_fs__WEBPACK_IMPORTED_MODULE_0__.unlinkSync)(file);
    }
    catch (error) {
        if ((0,_output_directory_js__WEBPACK_IMPORTED_MODULE_1__/* .codeOf */ .$N)(error) !== 'ENOENT')
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
            this.#failure = (0,_output_directory_js__WEBPACK_IMPORTED_MODULE_1__/* .outputError */ .cw)(file, error);
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
                    reject((0,_output_directory_js__WEBPACK_IMPORTED_MODULE_1__/* .outputError */ .cw)(this.path, error));
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
            throw this.#failure ?? (0,_output_directory_js__WEBPACK_IMPORTED_MODULE_1__/* .outputError */ .cw)(file, error);
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

/***/ 32406:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   s: () => (/* binding */ Totals)
/* harmony export */ });
/* harmony import */ var _report_tally_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(90798);
/* harmony import */ var _tally_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(91319);


/** Counts everything that the result, the summary and the report page need, as mailboxes pass. Bounded memory. */
class Totals {
    mailboxes = new _tally_js__WEBPACK_IMPORTED_MODULE_1__/* .Tally */ .F0();
    /** In the order of the reports. */
    reports;
    /** Undefined without a policy. */
    policy;
    /** Undefined without an earlier report. */
    comparison;
    /** `now`: epoch ms, which decides who is away. */
    constructor(reports, policy, now, comparison) {
        this.reports = reports.map((report) => new _report_tally_js__WEBPACK_IMPORTED_MODULE_0__/* .ReportTally */ .J(report, now));
        this.policy = policy;
        this.comparison = comparison;
    }
    /** The counts that decide the result. */
    get counts() {
        const { total, unreadable } = this.mailboxes;
        const cancelled = this.mailboxes.unreadableBy('cancelled');
        const { broken = [], brokenWarnings: warned = [] } = this.policy ?? {};
        return { mailboxes: total, unreadable, cancelled, broken, warned };
    }
    add(result) {
        this.mailboxes.add(result);
        this.policy?.add(result.reports);
        this.comparison?.add(result);
        for (const [at, tally] of this.reports.entries()) {
            const report = result.reports[at];
            if (report !== undefined)
                tally.add(report.rows);
        }
    }
}


/***/ }),

/***/ 25612:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   Gg: () => (/* binding */ VIOLATION_COLUMNS),
/* harmony export */   Vq: () => (/* binding */ openViolations),
/* harmony export */   dA: () => (/* binding */ violationCells)
/* harmony export */ });
/* harmony import */ var _csv_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(2701);
/* harmony import */ var _mailbox_result_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(43257);



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
    return new ViolationsCsv(new _csv_js__WEBPACK_IMPORTED_MODULE_0__/* .CsvFile */ .fL(file, VIOLATION_COLUMNS, options));
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
        return this.#file.write((0,_mailbox_result_js__WEBPACK_IMPORTED_MODULE_1__/* .findingsOf */ .W)(judged).map(violationCells));
    }
    close() {
        return this.#file.close();
    }
}
/** The cells of a finding, in the order of the columns. */
function violationCells({ rule, mailbox, item, column, found, expected, verdict, since, exemption, }) {
    const why = exemption === undefined ? '' : `${exemption.reason} (${exemption.owner}, until ${exemption.expires})`;
    const { id, severity, report } = rule;
    return [id, severity, report, mailbox.address, item, column, found, expected, verdict, since ?? '', why];
}


/***/ }),

/***/ 7729:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   Fz: () => (/* binding */ artifactOutputs),
/* harmony export */   S0: () => (/* binding */ guardOutputs),
/* harmony export */   n0: () => (/* binding */ setOutputs)
/* harmony export */ });
/* harmony import */ var _errors_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(83916);

/** Sets outputs as soon as they are known, so that a step that fails later has them too. */
function setOutputs(core, outputs) {
    for (const [name, value] of Object.entries(outputs))
        core.setOutput(name, value);
}
/** The outputs of an uploaded artifact. */
function artifactOutputs({ id, url, digest }) {
    return { 'artifact-id': id, 'artifact-url': url, 'artifact-digest': digest };
}
/** A core whose outputs never throw: the report comes before the error `OUTPUTS_UNWRITABLE`, which `failure` returns. */
function guardOutputs(core) {
    let failure;
    const setOutput = (name, value) => {
        try {
            core.setOutput(name, value);
        }
        catch (error) {
            failure ??= new _errors_js__WEBPACK_IMPORTED_MODULE_0__/* .UserError */ .yo('OUTPUTS_UNWRITABLE', `The output "${name}" could not be set: ${(0,_errors_js__WEBPACK_IMPORTED_MODULE_0__/* .describeError */ .Uc)(error)}`, {
                hint: 'Check that the file that the runner names in GITHUB_OUTPUT exists and is writable, and that the disk has room. ' +
                    'The report is complete.',
                cause: error,
            });
        }
    };
    return {
        failure: () => failure,
        core: {
            setOutput,
            error: (message, properties) => {
                core.error(message, properties);
            },
            warning: (message, properties) => {
                core.warning(message, properties);
            },
            notice: (message, properties) => {
                core.notice(message, properties);
            },
            info: (message) => {
                core.info(message);
            },
            debug: (message) => {
                core.debug(message);
            },
            startGroup: (name) => {
                core.startGroup(name);
            },
            endGroup: () => {
                core.endGroup();
            },
            setSecret: (secret) => {
                core.setSecret(secret);
            },
        },
    };
}


/***/ }),

/***/ 15165:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   a: () => (/* binding */ runPipeline)
/* harmony export */ });
/* harmony import */ var _mailbox_result_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(43257);

/**
 * Source, rows, stages, sinks: passes every mailbox of the source through the stages into the sinks, one by one and in
 * the order of the list, and returns the totals. Holds one chunk in memory. Sinks stay open: their last lines need the
 * result. Rejects if the source fails or a sink cannot write.
 */
async function runPipeline({ source, reports, stages, totals, sinks }) {
    for await (const answers of source) {
        for (const answer of answers) {
            let result = (0,_mailbox_result_js__WEBPACK_IMPORTED_MODULE_0__/* .mailboxResult */ .G)(answer, reports);
            for (const stage of stages)
                result = stage(result);
            totals.add(result);
            for (const sink of sinks) {
                const written = sink.add(result);
                if (written !== undefined)
                    await written;
            }
        }
    }
    return totals;
}


/***/ }),

/***/ 34887:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   E: () => (/* binding */ violationIdentity),
/* harmony export */   q: () => (/* binding */ BaselineIndex)
/* harmony export */ });
/* harmony import */ var _baseline_entry_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(71518);

/** The identity of a violation as the baseline compares it. */
function violationIdentity(rule, address, { item, column, found }) {
    return { rule, address, item: (0,_baseline_entry_js__WEBPACK_IMPORTED_MODULE_0__/* .canonicalText */ .A4)(item), column, found: (0,_baseline_entry_js__WEBPACK_IMPORTED_MODULE_0__/* .canonicalText */ .A4)(found) };
}
/** Finds violations in the baseline, and records which entries still occur. */
class BaselineIndex {
    /** Path of the file, relative to the workspace. */
    file;
    /** By key, in the file's order. */
    #entries = new Map();
    /** The entries of a rule and a mailbox. */
    #byPair = new Map();
    constructor({ file, entries }) {
        this.file = file;
        for (const entry of entries) {
            const tracked = { entry, found: false, settled: false };
            this.#entries.set((0,_baseline_entry_js__WEBPACK_IMPORTED_MODULE_0__/* .baselineKey */ .x2)(entry), tracked);
            const pair = pairKey(entry.rule, entry.address);
            const ofPair = this.#byPair.get(pair) ?? [];
            ofPair.push(tracked);
            this.#byPair.set(pair, ofPair);
        }
    }
    /** The entry of a violation, which still occurs; undefined if the baseline has none. */
    find(violation) {
        const tracked = this.#entries.get((0,_baseline_entry_js__WEBPACK_IMPORTED_MODULE_0__/* .baselineKey */ .x2)(violation));
        if (tracked !== undefined)
            tracked.found = true;
        return tracked?.entry;
    }
    /** Records that `find` was called for all violations of a rule by a mailbox, and that the mailbox was read completely. */
    settle(rule, address) {
        for (const tracked of this.#byPair.get(pairKey(rule, address)) ?? [])
            tracked.settled = true;
    }
    get size() {
        return this.#entries.size;
    }
    /** Entries that no longer occur, in the file's order. Entries about mailboxes that were not read are not among them. */
    get stale() {
        return [...this.#entries.values()].filter(isStale).map(({ entry }) => entry);
    }
    /** All other entries. */
    *kept() {
        for (const tracked of this.#entries.values())
            if (!isStale(tracked))
                yield tracked.entry;
    }
}
function isStale({ found, settled }) {
    return settled && !found;
}
function pairKey(rule, address) {
    return `${rule}\0${address.toLowerCase()}`;
}


/***/ }),

/***/ 17344:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   D: () => (/* binding */ policyStage)
/* harmony export */ });
/** The stage of the pipeline that adds the verdicts of a policy to a mailbox. */
function policyStage(judge) {
    return (result) => ({
        ...result,
        reports: result.reports.map((report) => ({
            ...report,
            verdict: judge.judgeOf(report.definition.name)?.(report.rows),
        })),
    });
}


/***/ }),

/***/ 30481:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  rN: () => (/* binding */ compileExchangeQueries),
  KJ: () => (/* binding */ compileQueries),
  $l: () => (/* binding */ usesInternalDomains)
});

// EXTERNAL MODULE: ./src/json.ts
var json = __webpack_require__(8301);
// EXTERNAL MODULE: ./src/exchange/cmdlets.ts
var cmdlets = __webpack_require__(26407);
// EXTERNAL MODULE: ./src/reports/definition.ts
var reports_definition = __webpack_require__(54530);
// EXTERNAL MODULE: ./src/reports/expressions/evaluation.ts
var evaluation = __webpack_require__(53881);
// EXTERNAL MODULE: ./src/reports/expressions/expression.ts + 5 modules
var expressions_expression = __webpack_require__(54424);
;// CONCATENATED MODULE: ./src/reports/columns.ts




/**
 * Compiles a report's columns. Throws the UserError `EXPRESSION` of an expression that does not parse; the reader throws
 * an Error that names the column if an expression cannot be evaluated on a response, or if its value is too large or, in a
 * built-in report, of another type than the column's.
 */
function compileColumns(report) {
    const { columns, inconclusive, responseObjects, types = {} } = report;
    const expressions = Object.entries(columns).map(([name, text]) => compileNamed(`column ${name}`, text));
    const hidesBlanks = inconclusive === undefined ? undefined : compileNamed('inconclusive', inconclusive);
    const needs = Object.values(columns).map((text) => neededProperties(text, report));
    const checkResponse = responseObjects === undefined ? undefined : compileCheck(responseObjects, columns, types);
    return (item, context) => {
        let incomplete;
        const cells = expressions.map((expression, at) => {
            const cell = emptyAsNull(expression(item, context));
            const isHidden = cell === 'inconclusive' && (0,reports_definition/* isExchangeReport */.Uq)(report);
            if (context.takeIncomplete() || isHidden)
                (incomplete ??= new Set()).add(at);
            // What a list contains is known, even if it may lack something.
            if (hasAll(item, needs[at] ?? []) || (Array.isArray(cell) && cell.length > 0))
                return cell;
            (incomplete ??= new Set()).add(at);
            return null;
        });
        checkResponse?.(item, cells, context);
        const hasUnknownBlanks = isEmptyObject(item) ||
            (responseObjects !== undefined && cells.every(isBlank)) ||
            (hidesBlanks !== undefined && (0,expressions_expression/* isTruthy */.zz)(hidesBlanks(item, context)));
        if (hasUnknownBlanks)
            for (const [at, cell] of cells.entries())
                if (isBlank(cell))
                    (incomplete ??= new Set()).add(at);
        return { cells, incomplete };
    };
}
/**
 * The properties of a row that an expression mentions, if the service may leave out properties, as Exchange Online does. A
 * property that is left out is unknown: the cell is blank, and rules about it are inconclusive.
 */
function neededProperties(expression, report) {
    if (!(0,reports_definition/* isExchangeReport */.Uq)(report))
        return [];
    const words = new Set(expression.match(/\w+/g));
    return (report.properties ?? report.request.select).filter((name) => words.has(name));
}
function hasAll(item, names) {
    return names.length === 0 || ((0,json/* isObject */.Gv)(item) && names.every((name) => Object.hasOwn(item, name)));
}
/** Compiles a check that throws if the response of a built-in report has a value of an unexpected type. */
function compileCheck(objects, columns, types) {
    const paths = objects.map((path) => ({ path, read: (0,expressions_expression/* compileExpression */.Wo)(path) }));
    const checks = Object.keys(columns).map((name) => ({ name, isExpected: typeCheck(types[name]) }));
    return (item, cells, context) => {
        for (const { path, read } of paths) {
            const value = read(item, context);
            if (value !== null && !(0,json/* isObject */.Gv)(value))
                throw new TypeError(`The response has no object under ${path}`);
        }
        for (const [at, { name, isExpected }] of checks.entries()) {
            const cell = cells[at] ?? null;
            if (cell !== null && cell !== 'inconclusive' && !isExpected(cell))
                throw new TypeError(`Column ${name} has a value of the wrong type`);
        }
    };
}
/** Checks only the JSON type: Graph may add values to an enumeration. */
function typeCheck({ type, enum: values } = {}) {
    const expected = values === undefined ? type : 'string';
    if (expected === 'array')
        return (cell) => Array.isArray(cell) && cell.every((part) => typeof part === 'string');
    if (expected === 'object')
        return json/* isObject */.Gv;
    const jsType = expected === 'integer' ? 'number' : expected;
    return (cell) => jsType === undefined || typeof cell === jsType;
}
/** Graph returns null for one mailbox and '' for another. Rules see both as blank. */
function emptyAsNull(cell) {
    return cell === '' ? null : cell;
}
/** Whether an object has nothing but OData's annotations. Any one property may be missing, but not all of them. */
function isEmptyObject(item) {
    return (0,json/* isObject */.Gv)(item) && Object.keys(item).every((key) => key.startsWith('@odata.') || key === 'parents');
}
/** Reports write `inconclusive` into a cell that they derive from properties that Graph does not show. */
function isBlank(cell) {
    return cell === null || cell === 'inconclusive' || (typeof cell === 'object' && Object.keys(cell).length === 0);
}
function compileNamed(name, text) {
    const expression = (0,expressions_expression/* compileExpression */.Wo)(text);
    return (item, context) => {
        try {
            const value = expression(item, context);
            if (typeof value === 'object')
                (0,evaluation/* checkSize */.C1)(value);
            return value;
        }
        catch (error) {
            throw new Error(`${name} cannot be evaluated on the response`, { cause: error });
        }
    };
}

// EXTERNAL MODULE: ./src/reports/expressions/plain-text.ts
var plain_text = __webpack_require__(10787);
;// CONCATENATED MODULE: ./src/reports/page-collectors.ts





/** An expression that reads the items of an OData collection. */
const OF_COLLECTION = /^value\b/;
/** A limit for folders that contain themselves. Real folder trees are less deep. */
const MAX_DEPTH = 100;
/**
 * Compiles how the pages of a report become rows. Throws the UserError `EXPRESSION` of an expression that does not parse;
 * the collectors throw if a response does not have the expected shape.
 */
function compilePageCollector(report, internalDomains) {
    const cells = compileColumns(report);
    const { rows, request } = report;
    const newContext = () => new evaluation/* EvaluationContext */.kK(internalDomains);
    if (request.children !== undefined) {
        const items = compileItems(report, rows ?? 'value');
        const { children, query } = request;
        const when = children.when === undefined ? undefined : (0,expressions_expression/* compileExpression */.Wo)(children.when);
        return () => {
            const context = newContext();
            const hasChildren = (item) => when === undefined || (0,expressions_expression/* isTruthy */.zz)(when(item, context));
            return treeCollector({ items, cells, children, hasChildren, query: children.query ?? query, context });
        };
    }
    if (rows === undefined)
        return () => wholeCollector((response) => [cells(response, newContext())]);
    const items = compileItems(report, rows);
    const newCollector = expressions_expression/* PROPERTY_PATH */.Yi.test(rows) ? pageCollector : wholeCollector;
    return () => {
        const context = newContext();
        return newCollector((response) => items(response, context).map((item) => cells(item, context)));
    };
}
/**
 * Compiles a report's `rows`. The result throws if it finds anything but an array, or if a page of a collection has no
 * `value` or an empty item, since a damaged response must not look like a smaller collection.
 */
function compileItems({ responseObjects }, rows) {
    const expression = (0,expressions_expression/* compileExpression */.Wo)(rows);
    const ofCollection = OF_COLLECTION.test(rows);
    return (response, context) => {
        if (ofCollection && !Array.isArray((0,json/* property */.MZ)(response, 'value')))
            throw new TypeError('A page has no array "value"');
        const found = expression(response, context);
        if (found === null)
            return [];
        if (!Array.isArray(found))
            throw new TypeError(`"rows" finds no array in the response: ${rows}`);
        if (rows === 'value' && found.some((item) => item === null || isEmptyObject(item))) {
            throw new TypeError('The response has an empty item');
        }
        if (responseObjects !== undefined && !found.every(json/* isObject */.Gv)) {
            throw new TypeError('The response has an item that is no object');
        }
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
function treeCollector(options) {
    const { items, cells, children, hasChildren, query, context } = options;
    const collectInto = (nodes, parents) => (page) => items(page, context).flatMap((found) => {
        const item = (0,json/* isObject */.Gv)(found) ? { ...found, parents: [...parents] } : found;
        const node = { row: cells(item, context), children: [] };
        nodes.push(node);
        return followUps(item, parents, node);
    });
    const followUps = (item, parents, node) => {
        if (!(0,json/* isObject */.Gv)(item) || !hasChildren(item))
            return [];
        const id = (0,json/* property */.MZ)(item, 'id');
        // An id of dots would lead up the path.
        if (typeof id !== 'string' || /^\.*$/.test(id))
            throw new TypeError('A row with children has no "id"');
        if (parents.length >= MAX_DEPTH)
            throw new RangeError(`Rows are nested more than ${MAX_DEPTH} deep`);
        const onPage = collectInto(node.children, [...parents, item]);
        const onError = (status, error) => {
            node.row = { ...node.row, failure: { status, error } };
        };
        return [{ path: (0,reports_definition/* childrenPath */.J4)(children.path, id, query), onPage, onError }];
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







/** Whether an expression of the report asks which addresses are external. */
function usesInternalDomains(definition) {
    return /\bexternal\s*\(/.test(JSON.stringify(definition));
}
/**
 * Compiles a query for each report, in the order of the reports. Rejects with the UserError `EXPRESSION` of an expression
 * that does not parse.
 */
async function compileQueries(definitions, internalDomains) {
    if (JSON.stringify(definitions).includes('plain_text'))
        await (0,plain_text/* loadPlainText */.q)();
    return definitions.filter(reports_definition/* isGraphReport */.xg).map((definition) => ({
        version: definition.request.version,
        path: (0,reports_definition/* requestPath */.Zq)(definition.request),
        firstPageOnly: definition.request.firstPageOnly === true,
        newCollector: compilePageCollector(definition, internalDomains),
    }));
}
/** Compiles a query for each report of Exchange Online, in the order of the reports. Throws as `compileQueries` rejects. */
function compileExchangeQueries(definitions, internalDomains) {
    return definitions.filter(reports_definition/* isExchangeReport */.Uq).map((definition) => {
        const { request, rows, convert = unchanged } = definition;
        const cells = compileColumns(definition);
        const newContext = () => new evaluation/* EvaluationContext */.kK(internalDomains);
        if (rows !== undefined) {
            const items = compileItems(definition, rows);
            return {
                request,
                read: (found) => {
                    const context = newContext();
                    return items(convert(found), context).map((item) => cells(item, context));
                },
            };
        }
        const oneOf = request.perMailbox === true || (0,cmdlets/* knownCmdlet */.P)(request.cmdlet).many === true ? onlyObject : unchanged;
        return { request, read: (found) => [cells(oneOf(convert(found)), newContext())] };
    });
}
function unchanged(found) {
    return found;
}
/** The object that a cmdlet returned for a mailbox. Throws if it returned none, or several. */
function onlyObject({ value, ...additions }) {
    const objects = Array.isArray(value) ? value : [];
    const [first] = objects;
    if (objects.length !== 1 || !(0,json/* isObject */.Gv)(first)) {
        throw new TypeError(`The cmdlet returned ${objects.length} objects, and the report has no "rows"`);
    }
    return { ...first, ...additions };
}


/***/ }),

/***/ 51666:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   Bg: () => (/* binding */ resultOf),
/* harmony export */   Dr: () => (/* binding */ maxUnreadableText),
/* harmony export */   WG: () => (/* binding */ errorResult),
/* harmony export */   sf: () => (/* binding */ unlistedText)
/* harmony export */ });
/* harmony import */ var _errors_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(83916);
/* harmony import */ var _text_numbers_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(92613);


const MAX_NAMED_RULES = 5;
/** Percentages such as 0.1 have no exact binary form. */
const ROUNDING = 1e-6;
const PASS = { result: 'pass', reason: undefined, fails: false };
/**
 * Compares the counts of a run with the inputs. An unreadable mailbox never counts as compliant, and a cancelled run never
 * passes, nor does one that lacks a shard, whatever `max-unreadable` allows. `stoppedBy`: the error that stopped reading
 * early, or about shards that cannot be used.
 */
function resultOf(counts, { maxUnreadable, failOn, unlisted }, stoppedBy) {
    const violations = violationsOf(counts, failOn);
    const tooMany = unlisted === 'fail' ? unlistedOf(counts) : undefined;
    const unread = incompleteOf(counts, maxUnreadable, stoppedBy);
    const incomplete = unread !== undefined && tooMany !== undefined ? both(unread, tooMany) : (unread ?? tooMany);
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
    return new _errors_js__WEBPACK_IMPORTED_MODULE_0__/* .UserError */ .yo(first.code, `${first.message} ${second.message}`, { hint: `${first.hint} ${second.hint}` });
}
/** The count of unlisted mailboxes, in a sentence. */
function unlistedText(unlisted) {
    const [noun, verb] = unlisted === 1 ? ['mailbox', 'is'] : ['mailboxes', 'are'];
    return `${(0,_text_numbers_js__WEBPACK_IMPORTED_MODULE_1__/* .count */ .U9)(unlisted)} ${noun} of the tenant ${verb} not in the list. unlisted.csv names them.`;
}
function unlistedOf({ unlisted = 0 }) {
    if (unlisted === 0)
        return undefined;
    return new _errors_js__WEBPACK_IMPORTED_MODULE_0__/* .UserError */ .yo('UNLISTED', unlistedText(unlisted), {
        hint: 'Add them to the list, or set "unlisted" to "include" to read them too, or to "warn".',
    });
}
/** Why too few mailboxes were read. Undefined if enough were. */
function incompleteOf({ mailboxes, unreadable, cancelled }, maxUnreadable, stoppedBy) {
    // Multiplied rather than divided, since 29 / 100 has no exact binary form.
    const isAllowed = maxUnreadable.kind === 'count'
        ? unreadable <= maxUnreadable.most
        : unreadable * 100 <= maxUnreadable.most * mailboxes + ROUNDING;
    const isPartial = stoppedBy?.code === 'SHARD_UNUSABLE';
    if (isAllowed && cancelled === 0 && !isPartial)
        return undefined;
    const share = `${(0,_text_numbers_js__WEBPACK_IMPORTED_MODULE_1__/* .count */ .U9)(unreadable)} of ${(0,_text_numbers_js__WEBPACK_IMPORTED_MODULE_1__/* .count */ .U9)(mailboxes)} mailboxes could not be read`;
    const stop = stoppedBy === undefined ? '' : ` ${stoppedBy.message}`;
    if (cancelled > 0) {
        return new _errors_js__WEBPACK_IMPORTED_MODULE_0__/* .UserError */ .yo('CANCELLED', `The run was cancelled: ${share}.${stop}`, {
            hint: stoppedBy?.hint ??
                'The report has what was read. Run the workflow again, with a longer timeout-minutes if that ended it.',
        });
    }
    if (isPartial)
        return new _errors_js__WEBPACK_IMPORTED_MODULE_0__/* .UserError */ .yo(stoppedBy.code, `${share}.${stop}`, { hint: stoppedBy.hint });
    return new _errors_js__WEBPACK_IMPORTED_MODULE_0__/* .UserError */ .yo('INCOMPLETE', `${share}; "max-unreadable" allows ${maxUnreadableText(maxUnreadable)}.${stop}`, {
        hint: stoppedBy?.hint ??
            'The job summary and the report page list the causes and what to do. Correct the list or the access, or raise ' +
                '"max-unreadable".',
    });
}
/** The violations of the rules that `fail-on` names. `never` reports the same as `error`. */
function violationsOf({ broken, warned }, failOn) {
    const rules = failOn === 'warning' ? [...broken, ...warned] : broken;
    if (rules.length === 0)
        return undefined;
    const named = rules.slice(0, MAX_NAMED_RULES).map(({ rule, mailboxes }) => `${rule} ${(0,_text_numbers_js__WEBPACK_IMPORTED_MODULE_1__/* .count */ .U9)(mailboxes)}`);
    if (rules.length > named.length)
        named.push(`${rules.length - named.length} more`);
    const found = [
        ...(broken.length === 0 ? [] : [(0,_text_numbers_js__WEBPACK_IMPORTED_MODULE_1__/* .counted */ .hS)(mailboxesOf(broken), 'violation', 'violations')]),
        ...(rules.length === broken.length ? [] : [(0,_text_numbers_js__WEBPACK_IMPORTED_MODULE_1__/* .counted */ .hS)(mailboxesOf(warned), 'warning', 'warnings')]),
    ].join(' and ');
    return new _errors_js__WEBPACK_IMPORTED_MODULE_0__/* .UserError */ .yo('VIOLATIONS', `${found} of ${(0,_text_numbers_js__WEBPACK_IMPORTED_MODULE_1__/* .counted */ .hS)(rules.length, 'rule', 'rules')} of the policy (${named.join(', ')}).`, {
        hint: 'violations.csv lists them with the value found and the value expected. Correct the mailboxes, change the rule, or ' +
            'add an exemption with an owner and an expiry date. To accept all current violations, set "baseline" to a committed ' +
            'copy of baseline.csv.',
    });
}
function mailboxesOf(rules) {
    return rules.reduce((sum, { mailboxes }) => sum + mailboxes, 0);
}
/** The input's notation: `10` or `2%`. */
function maxUnreadableText({ kind, most }) {
    return kind === 'count' ? String(most) : `${most}%`;
}


/***/ }),

/***/ 43036:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   A: () => (/* binding */ loadArtifactClient)
/* harmony export */ });
/** Loads the client only for uploads: it loads more slowly than everything else. */
async function loadArtifactClient() {
    return new (await Promise.all(/* import() */[__webpack_require__.e(351), __webpack_require__.e(735), __webpack_require__.e(252)]).then(__webpack_require__.bind(__webpack_require__, 91252))).DefaultArtifactClient();
}


/***/ }),

/***/ 14023:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   v: () => (/* binding */ isEnterpriseServer)
/* harmony export */ });
/** Whether a GitHub is an Enterprise Server, where `@actions/artifact` refuses to work: neither github.com, ghe.com nor *.localhost. */
function isEnterpriseServer(server) {
    const host = URL.parse(server)?.hostname.toLowerCase();
    return host !== undefined && host !== 'github.com' && !host.endsWith('.ghe.com') && !host.endsWith('.localhost');
}


/***/ }),

/***/ 98352:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   g: () => (/* binding */ guardLog)
/* harmony export */ });
/**
 * Keeps a run alive whose standard output was closed: the report is written all the same. `exit` ends the process once
 * the log is written, even if a given-up upload still holds a socket, and with 1 if the log is incomplete.
 */
function guardLog(process) {
    const { stdout, stderr } = process;
    let failure;
    stdout.on('error', (error) => (failure ??= error));
    stderr.on('error', () => undefined);
    return {
        exit: (code) => {
            stdout.write('', () => {
                if (failure === undefined)
                    process.exit(code);
                else
                    stderr.write(`The log could not be written completely: ${failure.message}\n`, () => process.exit(1));
            });
        },
    };
}


/***/ }),

/***/ 17:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   G: () => (/* binding */ isPublicRepository),
/* harmony export */   R: () => (/* binding */ visibilityWarning)
/* harmony export */ });
/* harmony import */ var node_fs_promises__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(51455);
/* harmony import */ var node_fs_promises__WEBPACK_IMPORTED_MODULE_0___default = /*#__PURE__*/__webpack_require__.n(node_fs_promises__WEBPACK_IMPORTED_MODULE_0__);
/* harmony import */ var undici__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(46752);
/* harmony import */ var _http_secure_url_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(28347);
/* harmony import */ var _json_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(8301);
/* harmony import */ var _text_numbers_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(92613);





const TIMEOUT_MS = 5_000;
/**
 * Whether the workflow's repository is public: then everybody can see the summary, the annotations and the log of its runs,
 * and, with a GitHub account, the artifacts. The event that started the run contains the visibility, except for a schedule:
 * then a request to GitHub is sent without a token, since only public repositories are visible without one. False if unknown. Never rejects.
 */
async function isPublicRepository(env, { dispatcher, signal }) {
    const visible = await visibilityInEvent(env);
    if (visible !== undefined)
        return visible;
    const { GITHUB_API_URL: api = '', GITHUB_SERVER_URL: server = '', GITHUB_REPOSITORY: repository = '' } = env;
    if (!/^[\w.-]+\/[\w.-]+$/.test(repository))
        return false;
    const ask = (method, address) => statusOf(method, address, { dispatcher, signal });
    const status = await ask('GET', `${api}/repos/${repository}`);
    // The API limits anonymous requests by address, and hosted runners share theirs; the repository's web page does not.
    if (status === 403 || status === 429)
        return (await ask('HEAD', `${server}/${repository}`)) === 200;
    return status === 200;
}
/** Undefined if there is no response: the report does not depend on it. */
async function statusOf(method, address, { dispatcher, signal }) {
    const url = URL.parse(address);
    if (url === null || !(0,_http_secure_url_js__WEBPACK_IMPORTED_MODULE_2__/* .isConfidential */ .F)(url))
        return undefined;
    try {
        const { statusCode, body } = await (0,undici__WEBPACK_IMPORTED_MODULE_1__/* .request */ .Em)(url, {
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
async function visibilityInEvent({ GITHUB_EVENT_PATH: file = '' }) {
    if (file === '')
        return undefined;
    try {
        const repository = (0,_json_js__WEBPACK_IMPORTED_MODULE_4__/* .property */ .MZ)((0,_json_js__WEBPACK_IMPORTED_MODULE_4__/* .jsonOrUndefined */ ._D)(await (0,node_fs_promises__WEBPACK_IMPORTED_MODULE_0__.readFile)(file, 'utf8')), 'repository');
        const visibility = (0,_json_js__WEBPACK_IMPORTED_MODULE_4__/* .property */ .MZ)(repository, 'visibility');
        if (typeof visibility === 'string')
            return visibility === 'public';
        const isPrivate = (0,_json_js__WEBPACK_IMPORTED_MODULE_4__/* .property */ .MZ)(repository, 'private');
        return typeof isPrivate === 'boolean' ? !isPrivate : undefined;
    }
    catch {
        return undefined;
    }
}
/** Which parts of a run show mailboxes to everybody, and how to hide them; undefined if none does. */
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
    return (`This repository is public: everybody can see ${(0,_text_numbers_js__WEBPACK_IMPORTED_MODULE_3__/* .listed */ .KE)(shown, 'and')}, which ${summary === 'full' ? 'name' : 'names'} mailboxes. ` +
        `Set ${hide.join(' and ')} to hide them, or move the workflow to a private repository.`);
}


/***/ }),

/***/ 44312:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   Z: () => (/* binding */ stopOnSignals)
/* harmony export */ });
/**
 * GitHub sends SIGINT, 7.5 s later SIGTERM, and kills 2.5 s after that; on Windows the first two are Ctrl+C and Ctrl+Break.
 * The upload has until the deadline; the process exits before the runner kills it, even if something hangs.
 * https://docs.github.com/actions/reference/workflows-and-actions/workflow-cancellation
 */
const DEADLINE_MS = 4_500;
const END_MS = 6_500;
/** SIGBREAK is Ctrl+Break on Windows. */
const SIGNALS = ['SIGINT', 'SIGTERM', 'SIGBREAK'];
/** Turns the signals that ask the process to end into abort signals for a run. */
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


/***/ }),

/***/ 38639:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   G: () => (/* binding */ expectedText)
/* harmony export */ });
/* harmony import */ var _json_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(8301);
/* harmony import */ var _text_numbers_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(92613);
/* harmony import */ var _text_display_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(24745);
/* harmony import */ var _keywords_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(9131);




const LONGEST = 200;
/** By type, keywords whose words imply the type. */
const IMPLIED_BY = new Map([
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
 * A schema in words: `none or contactsOnly`, `at least 3`. Compact JSON if there are no words for it. At most 200
 * characters. Hostile text until escaped, since a schema quotes its author.
 *
 * @param of the kind of value: cells may be blank, addresses are never blank
 */
function expectedText(schema, of = 'cells') {
    const words = phrase(schema);
    if (words === undefined)
        return (0,_text_display_js__WEBPACK_IMPORTED_MODULE_2__/* .shortened */ .vI)(JSON.stringify(schema), LONGEST);
    return (0,_text_display_js__WEBPACK_IMPORTED_MODULE_2__/* .shortened */ .vI)(of === 'cells' && (0,_keywords_js__WEBPACK_IMPORTED_MODULE_1__/* .typeThatRefusesBlank */ .Tp)(schema) !== undefined ? `not blank, and ${words}` : words, LONGEST);
}
/** Undefined if there are no words for it. */
function phrase(schema) {
    if (typeof schema === 'boolean')
        return schema ? 'anything' : 'nothing';
    if (!(0,_json_js__WEBPACK_IMPORTED_MODULE_3__/* .isObject */ .Gv)(schema))
        return undefined;
    const phrases = [];
    for (const [keyword, value] of Object.entries(schema)) {
        if (_keywords_js__WEBPACK_IMPORTED_MODULE_1__/* .ANNOTATIONS */ .BC.has(keyword) || (keyword === 'type' && isImplied(value, schema)))
            continue;
        const words = keywordPhrase(keyword, value);
        if (words === undefined)
            return undefined;
        phrases.push(words);
    }
    return phrases.length === 0 ? 'anything' : phrases.join(', and ');
}
function isImplied(type, schema) {
    return (IMPLIED_BY.get(type) ?? []).some((keyword) => Object.hasOwn(schema, keyword));
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
        case 'formatMinimum':
            return typeof value === 'string' ? `at or after ${value}` : undefined;
        case 'formatMaximum':
            return typeof value === 'string' ? `at or before ${value}` : undefined;
        case 'formatExclusiveMinimum':
            return typeof value === 'string' ? `after ${value}` : undefined;
        case 'formatExclusiveMaximum':
            return typeof value === 'string' ? `before ${value}` : undefined;
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
/** Words around those of a schema with a single phrase. With several phrases it would be ambiguous which are meant. */
function within(schema, around) {
    if (!(0,_json_js__WEBPACK_IMPORTED_MODULE_3__/* .isObject */ .Gv)(schema))
        return undefined;
    const keywords = Object.keys(schema).filter((keyword) => !_keywords_js__WEBPACK_IMPORTED_MODULE_1__/* .ANNOTATIONS */ .BC.has(keyword) && keyword !== 'type');
    const words = phrase(schema);
    return keywords.length > 1 || words === undefined ? undefined : around(words);
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
/** A value as a policy writes it, in quotes if it has leading or trailing spaces. */
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

/***/ 25886:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   $q: () => (/* binding */ warnOfStaleEntries),
/* harmony export */   EZ: () => (/* binding */ noteBlankColumns),
/* harmony export */   Ep: () => (/* binding */ conclude),
/* harmony export */   Kw: () => (/* binding */ warnOfVisibility),
/* harmony export */   Ln: () => (/* binding */ warnOfUnusedRules),
/* harmony export */   aO: () => (/* binding */ warnOfExemptions)
/* harmony export */ });
/* harmony import */ var _context_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(40788);
/* harmony import */ var _outputs_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(7729);
/* harmony import */ var _result_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(51666);
/* harmony import */ var _runner_log_js__WEBPACK_IMPORTED_MODULE_5__ = __webpack_require__(47708);
/* harmony import */ var _runner_repository_visibility_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(17);
/* harmony import */ var _text_numbers_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(92613);






/** Compares the totals with the thresholds and sets the outputs that are known. */
function conclude(context, totals, { stoppedBy, unlisted }) {
    const { mailboxes, policy } = totals;
    (0,_outputs_js__WEBPACK_IMPORTED_MODULE_0__/* .setOutputs */ .n0)(context.core, { 'read-count': mailboxes.read, 'unreadable-count': mailboxes.unreadable });
    if (policy !== undefined) {
        (0,_outputs_js__WEBPACK_IMPORTED_MODULE_0__/* .setOutputs */ .n0)(context.core, {
            'violation-count': policy.violationCount,
            'known-count': policy.knownCount,
            'exempt-count': policy.exemptCount,
        });
    }
    const missing = unlisted?.isComplete === true ? unlisted.count : 0;
    if (unlisted?.isComplete === true)
        (0,_outputs_js__WEBPACK_IMPORTED_MODULE_0__/* .setOutputs */ .n0)(context.core, { 'unlisted-count': unlisted.count });
    const result = (0,_result_js__WEBPACK_IMPORTED_MODULE_1__/* .resultOf */ .Bg)({ ...totals.counts, unlisted: missing }, { ...context.inputs, unlisted: unlisted?.mode }, stoppedBy);
    if (missing > 0 && unlisted?.mode === 'warn')
        (0,_context_js__WEBPACK_IMPORTED_MODULE_4__/* .warn */ .R)(context, (0,_result_js__WEBPACK_IMPORTED_MODULE_1__/* .unlistedText */ .sf)(missing));
    if (result.result === 'pass' && mailboxes.read === 0) {
        (0,_context_js__WEBPACK_IMPORTED_MODULE_4__/* .warn */ .R)(context, 'No mailbox could be read. Fix the cause before changing "max-unreadable".');
    }
    if (stoppedBy !== undefined && result.reason?.message.includes(stoppedBy.message) !== true) {
        (0,_context_js__WEBPACK_IMPORTED_MODULE_4__/* .warn */ .R)(context, stoppedBy.message);
    }
    return result;
}
/** Warns of exemptions that would have covered a violation if they had not expired. */
function warnOfExemptions(context, judge) {
    const expired = judge?.exemptions.uses.filter(({ missed }) => missed > 0) ?? [];
    const [first] = expired;
    if (first === undefined)
        return;
    const named = expired.slice(0, 5).map(({ exemption: { rule, expires } }) => `${rule} (until ${expires})`);
    const more = expired.length > named.length ? ` and ${(0,_text_numbers_js__WEBPACK_IMPORTED_MODULE_3__/* .count */ .U9)(expired.length - named.length)} more` : '';
    (0,_context_js__WEBPACK_IMPORTED_MODULE_4__/* .warn */ .R)(context, `Expired exemptions no longer apply: ${named.join(', ')}${more}.`, first.exemption.place);
}
/** Warns of entries of the baseline that no longer occur among mailboxes that were read. */
function warnOfStaleEntries(context, judge) {
    const { file = '', stale = [] } = judge?.baseline ?? {};
    const [first] = stale;
    if (first === undefined)
        return;
    const entries = (0,_text_numbers_js__WEBPACK_IMPORTED_MODULE_3__/* .counted */ .hS)(stale.length, 'entry of the baseline no longer occurs', 'entries of the baseline no longer occur');
    const lines = (0,_text_numbers_js__WEBPACK_IMPORTED_MODULE_3__/* .someNames */ .Xq)(stale.map(({ line }) => String(line)), (line) => line);
    const where = `${file}, ${stale.length === 1 ? 'line' : 'lines'} ${lines}`;
    (0,_context_js__WEBPACK_IMPORTED_MODULE_4__/* .warn */ .R)(context, `${entries}: ${where}. Replace the file with baseline.csv from the artifact.`, {
        file,
        line: first.line,
    });
}
/** Rules whose `when` met no row. */
function warnOfUnusedRules(context, judge) {
    for (const { message, place } of judge?.unusedRules() ?? [])
        (0,_context_js__WEBPACK_IMPORTED_MODULE_4__/* .warn */ .R)(context, message, place);
}
/** Columns of the user's own reports that found nothing are probably misspelt, or blank in this tenant. */
function noteBlankColumns({ core }, { reports }) {
    for (const { blankNotice } of reports) {
        if (blankNotice !== undefined)
            core.notice((0,_runner_log_js__WEBPACK_IMPORTED_MODULE_5__/* .logText */ .kc)(blankNotice.message), (0,_runner_log_js__WEBPACK_IMPORTED_MODULE_5__/* .placeProperties */ .ty)(blankNotice.place));
    }
}
/** Warns if a public repository shows mailboxes to everybody. */
function warnOfVisibility(context) {
    const { summary, artifactName } = context.inputs;
    const warning = (0,_runner_repository_visibility_js__WEBPACK_IMPORTED_MODULE_2__/* .visibilityWarning */ .R)({ summary, uploads: artifactName !== undefined });
    if (warning !== undefined)
        (0,_context_js__WEBPACK_IMPORTED_MODULE_4__/* .warn */ .R)(context, warning);
}


/***/ }),

/***/ 49347:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  zG: () => (/* binding */ confirmedDomains),
  dh: () => (/* binding */ listMailboxes),
  Jn: () => (/* binding */ openGraph),
  cE: () => (/* binding */ openReader)
});

// EXTERNAL MODULE: ./src/context.ts
var src_context = __webpack_require__(40788);
// EXTERNAL MODULE: external "node:crypto"
var external_node_crypto_ = __webpack_require__(77598);
// EXTERNAL MODULE: ./src/auth/access-token.ts
var access_token = __webpack_require__(68894);
// EXTERNAL MODULE: ./src/auth/redact.ts
var redact = __webpack_require__(95353);
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
    #redactor = new redact/* Redactor */.pO();
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
        return this.#send(path, body, await this.#tokens.renew(token, (0,access_token/* claimsChallenge */.NS)((0,http_headers/* firstValue */.K)(response.headers['www-authenticate']))));
    }
    #send(path, body, token) {
        const signal = this.#signal;
        const clientRequestId = (0,external_node_crypto_.randomUUID)();
        this.#redactor.add(token.value);
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
                onResponseStart: (_controller, statusCode, responseHeaders) => {
                    status = statusCode;
                    headers = this.#redactor.redactHeaders(responseHeaders);
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
                        text: this.#redactor.redact(joined(chunks)),
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

// EXTERNAL MODULE: ./src/mailboxes/internal-domains.ts
var internal_domains = __webpack_require__(18207);
// EXTERNAL MODULE: ./src/mailboxes/mailbox.ts
var mailbox = __webpack_require__(6404);
// EXTERNAL MODULE: ./src/mailboxes/address.ts
var mailboxes_address = __webpack_require__(16592);
;// CONCATENATED MODULE: ./src/graph/confirm-domains.ts



const MAX_MAILBOXES_PER_DOMAIN = 3;
const MAX_DOMAINS = 300;
/** The result of a query that has more pages: the first page is enough. */
const MORE_PAGES = 'The mailbox exists and has more pages';
/**
 * Finds out which domains of a list belong to the tenant: the list may contain `typo@co.uk` or the address of a partner.
 * A domain is confirmed if one of its first three mailboxes can be read. At most 300 domains are checked.
 *
 * @param request a request that the token permits, to any mailbox
 * @param open creates the reader of a few mailboxes, which retries as usual
 */
async function confirmDomains(list, request, open) {
    const domains = (0,internal_domains/* domainsOfList */.zg)(list, MAX_MAILBOXES_PER_DOMAIN);
    const candidates = [...domains.values()].slice(0, MAX_DOMAINS);
    let confirmed = new internal_domains/* InternalDomains */.vB([]);
    const isConfirmed = ({ address }) => confirmed.has((0,mailboxes_address/* domainOf */.Ow)(address) ?? '');
    const found = [];
    for (let round = 0; round < MAX_MAILBOXES_PER_DOMAIN; round += 1) {
        const sample = candidates.flatMap((mailboxes) => mailboxes[round] ?? []).filter((mailbox) => !isConfirmed(mailbox));
        if (sample.length === 0)
            continue;
        for await (const results of open(listOf(sample), { ...request, newCollector }).read()) {
            for (const { mailbox, results: [result], } of results) {
                if (exists(result))
                    found.push(...(0,internal_domains/* domainsOfList */.zg)(listOf([mailbox]), 1).keys());
            }
        }
        confirmed = new internal_domains/* InternalDomains */.vB(found);
    }
    return { confirmed, unconfirmed: [...domains.keys()].filter((domain) => !confirmed.has(domain)) };
}
function newCollector() {
    return {
        onPage: (_page, hasMore) => {
            if (hasMore)
                throw new Error(MORE_PAGES);
            return [];
        },
        result: () => true,
    };
}
function exists(result) {
    return result !== undefined && (result.status === 'ok' || result.error === MORE_PAGES);
}
function listOf(mailboxes) {
    const builder = new mailbox/* MailboxListBuilder */.i();
    for (const mailbox of mailboxes)
        builder.add(mailbox);
    return builder.build([]);
}

// EXTERNAL MODULE: ./src/graph/rate-limiter.ts + 1 modules
var rate_limiter = __webpack_require__(79369);
// EXTERNAL MODULE: ./src/errors.ts
var errors = __webpack_require__(83916);
// EXTERNAL MODULE: ./src/graph/batch.ts
var graph_batch = __webpack_require__(35624);
// EXTERNAL MODULE: ./src/graph/circuit-breaker.ts
var circuit_breaker = __webpack_require__(37730);
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
    /** Epoch ms of the first transient failure since the last success. */
    failingSince;
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
            this.#add(state, { path: state.query.path });
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
    /** Passes a page to the collector of its query. */
    onResponse(request, page, next) {
        this.failingSince = undefined;
        this.#complete(request, () => {
            this.#collect(request, page, next);
        });
    }
    /** A request failed for good. Its query fails too, unless the request has an error handler. */
    fail(request, status, error) {
        const { state, onError } = request;
        this.#complete(request, () => {
            if (onError === undefined)
                this.#finish(state, { status, error });
            else
                onError(status, error);
        });
    }
    /** Counts a request as done. Its query gets a result after the last request, or if `handle` throws. */
    #complete({ state }, handle) {
        this.#inFlight--;
        if (state.result !== undefined)
            return;
        try {
            handle();
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
    #collect({ state, path, onPage, onError }, page, next) {
        if (onPage === undefined && state.query.firstPageOnly === true)
            next = { kind: 'none' };
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
            this.#add(state, { path: next.path, onPage: receive, onError });
        }
        for (const followUp of receive(page, next.kind === 'path'))
            this.#add(state, followUp);
    }
    #finish(state, result) {
        if (state.result !== undefined)
            return;
        state.result = result;
        state.collector = undefined;
        state.knownPages.clear();
        this.#waiting = this.#waiting.filter((request) => request.state !== state);
    }
    #add(state, { path, onPage, onError }) {
        state.openRequests++;
        const counts = { failures: 0, transientFailures: 0, alone: false };
        this.#waiting.push({ task: this, state, path, onPage, onError, ...counts });
    }
}
/**
 * Whether a request has an empty answer because a resource in an existing mailbox is missing: an optional one that its path
 * names, such as `manager`, or the parent of a follow-up that was deleted after its page was read.
 */
function isEmptyAnswer({ path, onPage }, missingResource) {
    if (missingResource === undefined || path.startsWith('/'))
        return false;
    if (missingResource === '')
        return onPage !== undefined;
    const segments = path.replace(/\?.*/s, '').toLowerCase().split('/');
    return segments.includes(encodeURIComponent(missingResource.toLowerCase()));
}
/** The URL of a request, relative to the version. */
function urlOf({ path }, address) {
    return path.startsWith('/') ? path : (0,graph_batch/* mailboxUrl */.Yl)(address, path);
}

// EXTERNAL MODULE: ./src/http/retry-after.ts
var retry_after = __webpack_require__(47821);
// EXTERNAL MODULE: ./src/json.ts
var json = __webpack_require__(8301);
;// CONCATENATED MODULE: ./src/graph/outcome.ts





const NO_MAILBOX_CODES = new Set([
    'MailboxNotEnabledForRESTAPI',
    'MailboxNotSupportedForRESTAPI',
    'ResourceNotFound',
    'ErrorNonExistentMailbox',
]);
/** Directory objects: `Resource 'manager' does not exist or one of its queried reference-property objects are not present.` */
const RESOURCE_NOT_FOUND = /^Resource '([^']+)' does not exist/;
/** What to do about errors whose message does not say it. */
const ADVICE = new Map([
    [
        'MailboxInfoStale',
        'Exchange Online has outdated information about this mailbox. If the error lasts, list the mailbox by its object ID.',
    ],
]);
/** Levels of nesting in a body. Real bodies have about ten; thousands would overflow the stack later. */
const MAX_NESTING = 200;
/**
 * The longest wait in ms that a minority of a batch's items can impose on all requests. A longer one delays only their
 * mailboxes: if it concerned the application, the other items would be throttled too.
 */
const MAX_SHARED_WAIT = 60_000;
/** Exchange reports a missing mailbox as a missing root folder. */
const ROOT_NOT_FOUND = /root not found/i;
const TRANSIENT_STATUSES = new Set([408, 421, 423, 424, 429, 500, 502, 503, 504, 509]);
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
        const items = (0,graph_batch/* parseBatchResponse */.DA)(response.text, size);
        return withLimitedScope(items.map((item) => itemOutcome(item, response, now)));
    }
    catch (error) {
        return new Array(size).fill(transientFailure(`${(0,errors/* describeError */.Uc)(error)}, from ${contentType(response)}`));
    }
}
/** An outcome without a usable response: the request is retried after a backoff. */
function transientFailure(error) {
    return { kind: 'retry', status: 'failed', scope: 'mailbox', error };
}
/** Waits that few items of a batch ask for and that are long concern only their mailboxes. */
function withLimitedScope(outcomes) {
    const throttled = outcomes.filter((outcome) => outcome.kind === 'retry' && outcome.scope === 'tenant');
    if (throttled.length * 2 > outcomes.length)
        return outcomes;
    return outcomes.map((outcome) => outcome.kind === 'retry' && (outcome.retryAfter ?? 0) > MAX_SHARED_WAIT
        ? { ...outcome, scope: 'mailbox' }
        : outcome);
}
function itemOutcome([item, duplicate], response, now) {
    if (item === undefined)
        return transientFailure('The batch response has no response to this request');
    if (duplicate !== undefined) {
        return { kind: 'final', status: 'failed', error: 'The batch response has two responses to this request' };
    }
    const { status, body } = item;
    if (isNestedDeeper(body, MAX_NESTING)) {
        return { kind: 'final', status: 'failed', error: `The response is nested more than ${MAX_NESTING} levels deep` };
    }
    if (status === 200)
        return (0,json/* isObject */.Gv)(body) ? successOutcome(body) : transientFailure('The response is not a JSON object');
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
    if (status === 204)
        return { kind: 'final', status: 'failed', error: 'HTTP 204: the response has no content' };
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
        if (ROOT_NOT_FOUND.test(message))
            return { kind: 'final', status: 'no-mailbox', error };
        return { kind: 'final', status: 'failed', error, missingResource: '' };
    }
    if (code === 'ImageNotFound')
        return { kind: 'final', status: 'failed', error, missingResource: 'photo' };
    if (NO_MAILBOX_CODES.has(code))
        return { kind: 'final', status: 'no-mailbox', error };
    if (status === 404) {
        return { kind: 'final', status: 'not-found', error, missingResource: RESOURCE_NOT_FOUND.exec(message)?.[1] };
    }
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
        ? `HTTP ${response.status} with ${contentType(response)} instead of a Graph response`
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
    const text = [message, ADVICE.get(code) ?? ''].filter((part) => part !== '').join(' ');
    return [code === '' ? `HTTP ${status}` : code, text].filter((part) => part !== '').join(': ');
}
/** Stops at `max`, since deep nesting would overflow the stack. */
function isNestedDeeper(value, max) {
    if (typeof value !== 'object' || value === null)
        return false;
    if (max === 0)
        return true;
    if (Array.isArray(value))
        return value.some((each) => isNestedDeeper(each, max - 1));
    // An array of the values would be garbage for every object of every response.
    for (const key in value)
        if (isNestedDeeper(value[key] ?? null, max - 1))
            return true;
    return false;
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
    /** A ring over positions: 278 and 279 MiB at 300,000 mailboxes, with a Map 277 and 413 (`npm run bench -- --only cpu`). */
    #results;
    #head = 0;
    #received = 0;
    /** @param capacity how many positions a result may be ahead of the first missing one */
    constructor(length, capacity) {
        this.#length = length;
        this.#capacity = Math.min(capacity, length);
        this.#results = new Array(this.#capacity).fill(undefined);
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
        this.#results[position % this.#capacity] = result;
        this.#received++;
    }
    /**
     * At most `max` results in order. They end before the first missing one, unless `fallback` returns a result for it.
     */
    take(max, fallback) {
        const chunk = [];
        while (!this.isDone && chunk.length < max) {
            const slot = this.#head % this.#capacity;
            let result = this.#results[slot];
            if (result === undefined) {
                if (fallback === undefined)
                    break;
                result = fallback(this.#head);
                this.#received++;
            }
            this.#results[slot] = undefined;
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
        while (this.#ready.length < graph_batch/* BATCH_SIZE */.BU && this.#nextPosition < Math.min(end, limit)) {
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
            const fits = batch.length < graph_batch/* BATCH_SIZE */.BU && task.position < limit && state.query.version === version;
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

/** How often one request is sent at most, apart from transient failures. */
const MAX_ATTEMPTS = 7;
/** How long in ms a mailbox is retried after transient failures without one success. */
const TRANSIENT_FAILURE_LIMIT = 300_000;
const FIRST_BACKOFF = 1_000;
const MAX_BACKOFF = 30_000;
/**
 * Whether a failure is a fault on the way or in the service, such as a connection reset or a gateway error, that names no
 * wait. Such failures hit requests at random, so retries are limited by time rather than by number.
 */
function isTransient(outcome) {
    return outcome.kind === 'retry' && outcome.status === 'failed' && outcome.retryAfter === undefined;
}
/** Decides whether and when a failed request is sent again, with exponential backoff and jitter. */
class RetryPolicy {
    #backoff;
    #random;
    constructor({ backoff = FIRST_BACKOFF, random }) {
        this.#backoff = backoff;
        this.#random = random;
    }
    /** The retry after an outcome; undefined if there is none. */
    next(outcome, { failures, transientFailures, failingFor }) {
        const { kind, retryAfter } = outcome;
        if (isTransient(outcome)) {
            return failingFor >= TRANSIENT_FAILURE_LIMIT ? undefined : this.#afterBackoff(transientFailures);
        }
        if (kind === 'final' || failures >= MAX_ATTEMPTS || (retryAfter ?? 0) > circuit_breaker/* MAX_WAIT */.nC)
            return undefined;
        // The rate limiter already delays the requests that the whole tenant rejects.
        if (kind === 'alone' || (kind === 'retry' && outcome.scope === 'tenant')) {
            return { wait: undefined, holdsMailbox: false };
        }
        return retryAfter === undefined ? this.#afterBackoff(failures) : { wait: retryAfter, holdsMailbox: true };
    }
    #afterBackoff(failures) {
        const backoff = Math.min(this.#backoff * 2 ** (failures - 1), MAX_BACKOFF);
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
        this.#breaker = new circuit_breaker/* CircuitBreaker */.aG(limiter, noProgressTimeout, now());
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
            const limit = this.#heldCharacters > maxBuffered ? head + graph_batch/* BATCH_SIZE */.BU : Infinity;
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
        const requests = batch.map((request) => ({
            url: urlOf(request, mailboxes.at(request.task.position).address),
            // Only the first request of a query can have one.
            body: request.onPage === undefined ? request.state.query.body : undefined,
        }));
        let response;
        let outcomes;
        try {
            response = await post(`/${batch[0]?.state.query.version ?? 'v1.0'}/$batch`, (0,graph_batch/* batchBody */.jW)(requests));
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
        this.#recordBatch(outcomes, permit, response?.status !== 200);
        const characters = Math.ceil((response?.text.length ?? 0) / batch.length);
        for (const [at, request] of batch.entries()) {
            const outcome = outcomes[at];
            if (outcome?.kind === 'read')
                this.#onResponse(request, outcome.body, characters);
            else if (outcome !== undefined)
                this.#onFailure(request, outcome, response?.clientRequestId);
        }
    }
    #recordBatch(outcomes, permit, isWholeBatch) {
        const { limiter, now } = this.#options;
        limiter.accepted(outcomes.filter(circuit_breaker/* isResponse */.Sv).length, permit, now());
        // Items that ask for a longer wait are not retried.
        const refusals = outcomes.filter(circuit_breaker/* isRefusal */.vu).filter(({ retryAfter = 0 }) => retryAfter <= circuit_breaker/* MAX_WAIT */.nC);
        if (refusals.length > 0)
            limiter.refused(refusals.length, (0,circuit_breaker/* longestWait */._s)(refusals), permit, now());
        const stop = this.#breaker.record(outcomes, { isWholeBatch, now: now() });
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
        const retry = task.isFinished(request) ? undefined : this.#retryAfter(request, outcome);
        const { address } = mailboxes.at(task.position);
        onFailure?.({ address, error, requestId, clientRequestId, willRetry: retry !== undefined });
        if (retry !== undefined) {
            request.alone ||= outcome.kind === 'alone';
            this.#retry(request, retry);
            return;
        }
        if (outcome.kind === 'final' && isEmptyAnswer(request, outcome.missingResource)) {
            task.onResponse(request, { value: [] }, { kind: 'none' });
        }
        else {
            task.fail(request, 'status' in outcome ? outcome.status : 'failed', error);
        }
        this.#advance(task);
    }
    #retryAfter(request, outcome) {
        const now = this.#options.now();
        const { task } = request;
        if (isTransient(outcome)) {
            request.transientFailures++;
            task.failingSince ??= now;
        }
        else {
            request.failures++;
        }
        const { failures, transientFailures } = request;
        return this.#retryPolicy.next(outcome, {
            failures,
            transientFailures,
            failingFor: now - (task.failingSince ?? now),
        });
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

// EXTERNAL MODULE: ./src/mailboxes/find-files.ts
var find_files = __webpack_require__(65519);
// EXTERNAL MODULE: ./src/mailboxes/list-format.ts
var list_format = __webpack_require__(31392);
// EXTERNAL MODULE: ./src/mailboxes/list-file.ts + 3 modules
var list_file = __webpack_require__(5687);
;// CONCATENATED MODULE: ./src/mailboxes/list.ts






const MAX_LINES_SHOWN = 10;
/**
 * Reads the mailbox lists of a repository into one, in order and each address once. Throws a UserError: `LIST_NOT_FOUND`,
 * `LIST_OUTSIDE_WORKSPACE`, `LIST_IS_DIRECTORY`, `LIST_UNREADABLE`, `LIST_GLOB_TOO_BROAD`, `LIST_TOO_LARGE`,
 * `LIST_FORMAT`, `LIST_ENCODING`, `LIST_MALFORMED`, `LIST_INCOMPLETE`, `LIST_NO_COLUMN`, `ADDRESS_MALFORMED` or
 * `LIST_EMPTY`.
 */
async function readMailboxLists({ patterns, workspace, column }) {
    const files = await (0,find_files/* findListFiles */.lq)(patterns, workspace);
    (0,list_file/* requireListSize */.Dl)(files);
    const readable = files.map((listed) => ({ listed, reader: (0,list_file/* readerFor */.d2)(listed) }));
    const builder = new mailbox/* MailboxListBuilder */.i();
    for (const { listed, reader } of readable) {
        const { file } = listed;
        const malformed = new MalformedAddresses();
        reader(await (0,list_file/* listText */.so)(listed), { file, column }, (text, line) => {
            const address = text.trim();
            if ((0,mailboxes_address/* isMailboxId */.GB)(address))
                builder.add({ address, file, line });
            else
                malformed.add(address, line);
        });
        malformed.throwIfAny(file);
    }
    const names = files.map(({ file }) => file);
    if (builder.length === 0)
        throw (0,list_file/* emptyError */.CA)(names);
    return builder.build(names);
}
/** The entries of a file that are not addresses. One error reports all of them, so that one commit can correct them. */
class MalformedAddresses {
    #first;
    #moreLines = [];
    #more = 0;
    add(text, line) {
        if (this.#first === undefined) {
            this.#first = { text, line };
            return;
        }
        this.#more += 1;
        if (this.#moreLines.length < MAX_LINES_SHOWN)
            this.#moreLines.push(line);
    }
    /** Throws a UserError `ADDRESS_MALFORMED` at the first entry, with the lines of the others. */
    throwIfAny(file) {
        if (this.#first === undefined)
            return;
        const { text, line } = this.#first;
        const error = (0,list_format/* malformedAddress */.oQ)(text, { file, line });
        throw (0,errors/* reworded */.Fg)(error, `${file}, line ${line}: ${error.message}${this.#moreText()}`, error.hint);
    }
    #moreText() {
        if (this.#more === 0)
            return '';
        const noun = this.#more === 1 ? 'line' : 'lines';
        const further = this.#more > this.#moreLines.length ? ' and further down' : '';
        return ` ${this.#more} more on ${noun} ${this.#moreLines.join(', ')}${further}.`;
    }
}

// EXTERNAL MODULE: ./src/output/annotations.ts
var annotations = __webpack_require__(3151);
// EXTERNAL MODULE: ./src/outputs.ts
var outputs = __webpack_require__(7729);
// EXTERNAL MODULE: ./src/reports/definition.ts
var definition = __webpack_require__(54530);
// EXTERNAL MODULE: ./src/reports/query.ts + 2 modules
var query = __webpack_require__(30481);
// EXTERNAL MODULE: ./src/runner/log.ts
var log = __webpack_require__(47708);
// EXTERNAL MODULE: ./src/text/display.ts
var display = __webpack_require__(24745);
// EXTERNAL MODULE: ./src/text/numbers.ts
var numbers = __webpack_require__(92613);
;// CONCATENATED MODULE: ./src/steps/read.ts














/** Reads the mailbox lists, and warns of repeated addresses. Throws a UserError as `readMailboxLists` does. */
function listMailboxes({ inputs, env, core }) {
    const { mailboxes: patterns, mailboxColumn: column, summary, shard } = inputs;
    return (0,log/* logGroup */.QT)(core, 'Mailbox list', async () => {
        const mailboxes = patterns.length === 0
            ? new mailbox/* MailboxListBuilder */.i().build([])
            : await readMailboxLists({ patterns, workspace: (0,src_context/* workspaceOf */.B)(env), column });
        (0,outputs/* setOutputs */.n0)(core, { 'mailbox-count': mailboxes.length });
        core.info((0,log/* logText */.kc)(`${(0,numbers/* counted */.hS)(mailboxes.length, 'mailbox', 'mailboxes')} in ${mailboxes.files.join(', ')}`));
        // The merge action does it once for all shards.
        if (shard === undefined)
            (0,annotations/* annotateDuplicates */.$c)(core, mailboxes, summary === 'full' ? 'full' : 'counts');
        return mailboxes;
    });
}
/** The domains of the list that belong to the tenant; undefined if no report asks which addresses are external. */
async function confirmedDomains(context, mailboxes, access) {
    const report = context.reports.filter(definition/* isGraphReport */.xg).find(query/* usesInternalDomains */.$l);
    if (report === undefined)
        return undefined;
    const request = { version: report.request.version, path: (0,definition/* requestPath */.Zq)(report.request) };
    const open = (sample, query) => openReader(context, sample, [query], access);
    return (0,log/* logGroup */.QT)(context.core, 'Internal domains', async () => {
        const { confirmed, unconfirmed } = await confirmDomains(mailboxes, request, open);
        if (unconfirmed.length > 0 && !context.signal.aborted) {
            (0,src_context/* warn */.R)(context, `No mailbox of the list could be read in ${(0,numbers/* someNames */.Xq)(unconfirmed, display/* visibleLine */.P8)}, so addresses there count as external. ` +
                'Correct the list, or set "internal-domains" to the domains of your organization.');
        }
        return confirmed;
    });
}
/** The client and the rate limiter of a run. Sends nothing. */
function openGraph({ inputs, dispatcher, signal, random }, tokens) {
    const { graphUrl, concurrency, shard } = inputs;
    return {
        client: new GraphClient({ graphUrl, dispatcher, tokens, signal }),
        limiter: new rate_limiter/* RateLimiter */.v({ concurrency, random, jobs: shard?.of }),
    };
}
/** Reads the queries for every mailbox. Sends nothing before it is iterated. */
function openReader({ inputs, signal, now, random, core, env }, mailboxes, queries, { client, limiter }) {
    return new MailboxReader({
        mailboxes,
        queries,
        graphUrl: inputs.graphUrl,
        post: (url, body) => client.post(url, body),
        limiter,
        now,
        random,
        signal,
        // The runner drops debug lines unless debug logging is on, and tens of thousands of lines would cost time.
        ...(env.RUNNER_DEBUG === '1'
            ? {
                onFailure: (request) => {
                    core.debug((0,log/* logText */.kc)(failureLine(request)));
                },
            }
            : {}),
    });
}
function failureLine({ address, error, requestId, clientRequestId, willRetry }) {
    const ids = `request-id ${requestId ?? 'none'}, client-request-id ${clientRequestId ?? 'none'}`;
    return `${address}: ${error} (${ids})${willRetry ? ', will be retried' : ''}`;
}


/***/ }),

/***/ 85848:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  z: () => (/* binding */ needsExchange),
  J: () => (/* binding */ signIn)
});

// EXTERNAL MODULE: ./src/auth/app-roles.ts
var app_roles = __webpack_require__(62045);
// EXTERNAL MODULE: external "node:crypto"
var external_node_crypto_ = __webpack_require__(77598);
// EXTERNAL MODULE: ./src/errors.ts
var errors = __webpack_require__(83916);
;// CONCATENATED MODULE: ./src/auth/certificate.ts


/** SHA-1 of a certificate in upper-case hexadecimal, as the portal and Windows show it. */
function thumbprintOf(certificate) {
    return (0,external_node_crypto_.createHash)('sha1').update(certificate.raw).digest('hex').toUpperCase();
}
/** The validity dates of a certificate; undefined if either cannot be read. */
function validityOf(certificate) {
    // Where the text is "Bad time value", Node's validFromDate and validToDate are uninitialized memory.
    const [notBefore, notAfter] = [new Date(certificate.validFrom), new Date(certificate.validTo)];
    return Number.isNaN(notBefore.getTime()) || Number.isNaN(notAfter.getTime()) ? undefined : { notBefore, notAfter };
}
/** The key must be that of the certificate. */
function clientCertificate(privateKey, certificate, { notBefore, notAfter }) {
    return {
        privateKey,
        certificate,
        thumbprint: thumbprintOf(certificate),
        x5tS256: (0,external_node_crypto_.createHash)('sha256').update(certificate.raw).digest('base64url'),
        notBefore,
        notAfter,
        warnings: [],
    };
}
/**
 * Returns the certificate if it is valid at `now`. Entra ID refuses others with a less specific error.
 * Throws UserError EXPIRED or NOT_YET_VALID.
 */
function requireValid(certificate, now) {
    const { thumbprint, notBefore, notAfter } = certificate;
    const details = `It is valid from ${notBefore.toISOString()} to ${notAfter.toISOString()}. Its thumbprint is ${thumbprint}.`;
    if (now.getTime() > notAfter.getTime()) {
        throw new errors/* UserError */.yo('EXPIRED', `The certificate in "pfx" has expired. ${details}`, {
            hint: 'Create a new certificate, upload its public part to the application (App registrations > your application > ' +
                'Certificates & secrets) and store the new PFX in the secret of "pfx".',
        });
    }
    if (now.getTime() < notBefore.getTime()) {
        throw new errors/* UserError */.yo('NOT_YET_VALID', `The certificate in "pfx" is not valid yet. ${details}`, {
            hint: `Use a certificate that is valid today, or check the clock of this runner: it shows ${now.toISOString()}.`,
        });
    }
    return certificate;
}

// EXTERNAL MODULE: ./src/auth/federated.ts
var federated = __webpack_require__(31082);
;// CONCATENATED MODULE: ./src/auth/pkcs12/der.ts
/** The bytes are not the expected BER: truncated, damaged, or another kind of file. */
class DerError extends Error {
    name = 'DerError';
}
const INTEGER = 0x02;
const OCTET_STRING = 0x04;
const OBJECT_IDENTIFIER = 0x06;
const SEQUENCE = 0x30;
/** `[0]`, constructed: the tag of explicit content in PKCS#7. */
const EXPLICIT_0 = 0xa0;
const CONSTRUCTED = 0x20;
const MAX_DEPTH = 32;
/** Reads the element at an offset. Bytes after it are ignored. Throws DerError. */
function readElement(bytes, at = 0, depth = 0) {
    const tag = bytes[at];
    const first = bytes[at + 1];
    if (tag === undefined || first === undefined)
        throw new DerError('a truncated element');
    if ((tag & 0x1f) === 0x1f)
        throw new DerError('a tag number of more than one byte');
    if (depth > MAX_DEPTH)
        throw new DerError('elements that are nested too deeply');
    const start = at + 2;
    if (first === 0x80)
        return indefinite(bytes, tag, start, depth);
    if (first < 0x80)
        return definite(bytes, tag, start, first);
    const size = first & 0x7f;
    if (size > 4 || start + size > bytes.length)
        throw new DerError('an invalid length');
    return definite(bytes, tag, start + size, bytes.readUIntBE(start, size));
}
function definite(bytes, tag, start, length) {
    const end = start + length;
    if (end > bytes.length)
        throw new DerError('an element that is longer than its container');
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
/** The elements inside a constructed element. Throws DerError, also if its tag is not `tag`. */
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
/** The element inside an explicit `[0]`. Throws DerError. */
function explicit(element) {
    return readElement(expectTag(element, EXPLICIT_0).content);
}
/**
 * The bytes of an OCTET STRING, or of one with an implicit tag. BER allows a constructed form in several pieces, which
 * are joined. Throws DerError.
 */
function octets(element, tag = OCTET_STRING, depth = 0) {
    if (element?.tag === tag)
        return element.content;
    if (depth > MAX_DEPTH)
        throw new DerError('elements that are nested too deeply');
    return Buffer.concat(children(element, tag | CONSTRUCTED).map((piece) => octets(piece, OCTET_STRING, depth + 1)));
}
/** A non-negative integer; Infinity from 2^48 on. Throws DerError. */
function integer(element) {
    const { content } = expectTag(element, INTEGER);
    if (content.length === 0 || (content[0] ?? 0) >= 0x80)
        throw new DerError('a negative number');
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
        throw new DerError(`a tag ${element?.tag.toString(16) ?? '(none)'} instead of ${tag.toString(16)}`);
    }
    return element;
}

// EXTERNAL MODULE: ./node_modules/node-forge/lib/rc2.js
var rc2 = __webpack_require__(86893);
var rc2_default = /*#__PURE__*/__webpack_require__.n(rc2);
// EXTERNAL MODULE: ./node_modules/node-forge/lib/util.js
var util = __webpack_require__(97456);
var util_default = /*#__PURE__*/__webpack_require__.n(util);
;// CONCATENATED MODULE: ./src/auth/pkcs12/errors.ts

const ENCODE = 'Encode the PFX file itself: base64 -w0 app.pfx on Linux, base64 -i app.pfx on macOS, or ' +
    '[Convert]::ToBase64String([IO.File]::ReadAllBytes("$PWD\\app.pfx")) in PowerShell. Store the text as the secret.';
const JOIN = 'openssl pkcs12 -export -inkey key.pem -in certificate.pem -out app.pfx';
const EXPORT = `Export the certificate together with its private key: Export-PfxCertificate in PowerShell, or ${JOIN}`;
const EXPORT_AGAIN = 'Export the PFX again from the store or files that it was made from, and encode it again.';
const CONVERT = 'Convert the file: openssl pkcs12 -legacy -in app.pfx -nodes -out app.pem, then openssl pkcs12 -export -in app.pem ' +
    '-keypbe AES-256-CBC -certpbe AES-256-CBC -macalg sha256 -out new.pfx. Delete app.pem.';
const HINTS = {
    EMPTY: 'Store the PFX in base64 as a secret and pass it: pfx: ${{ secrets.PFX }}. The value is empty if the secret does ' +
        'not exist, and workflows of pull requests from forks get no secrets.',
    NOT_BASE64: ENCODE,
    IS_PEM: `Make a PFX from the PEM files: ${JOIN}. Store that file in base64.`,
    NOT_PFX: ENCODE,
    BAD_PASSWORD: 'Set "pfx-password" to the password that the PFX was exported with. Blanks and line breaks at its ends count: store ' +
        'the secret without a final line break. If the password is correct, the file is damaged: encode it again.',
    KEY_PASSWORD: 'Export it again with the same password for the file and for the key. With keytool: keytool -importkeystore ' +
        '-srckeystore app.pfx -destkeystore new.pfx -deststoretype PKCS12 with equal -deststorepass and -destkeypass.',
    NO_PRIVATE_KEY: `${EXPORT}. In the Windows dialog choose "Yes, export the private key".`,
    NO_CERTIFICATE: `${EXPORT}.`,
    KEY_NOT_RSA: 'Entra ID accepts only assertions that an RSA key signed. Create a certificate with an RSA key of 2048 bits or more, ' +
        'register it on the application and use its PFX.',
    KEY_TOO_SHORT: 'Create a certificate with an RSA key of 2048 bits or more, register it on the application (App registrations > ' +
        'your application > Certificates & secrets) and use its PFX.',
    KEY_DAMAGED: EXPORT_AGAIN,
    CERTIFICATE_DAMAGED: EXPORT_AGAIN,
    KEY_CERT_MISMATCH: `${EXPORT}.`,
    MANY_KEYS: 'Export only the certificate that is registered on the application, with its key.',
    UNSUPPORTED: CONVERT,
};
/** An error about the inputs `pfx` and `pfx-password`. The message must contain nothing of the key or the password. */
function pfxError(code, message, extra = {}) {
    return new errors/* UserError */.yo(code, message, { hint: extra.hint ?? HINTS[code], cause: extra.cause });
}
/** NOT_PFX for a file of another kind. `what` completes "The input is ...". */
function otherFile(what, contains, cause) {
    const hints = {
        key: `A PFX contains the certificate too. Make one: ${JOIN}. Store that file in base64.`,
        certificate: HINTS.NO_PRIVATE_KEY,
        other: ENCODE,
    };
    return pfxError('NOT_PFX', `The input "pfx" is not a PFX file: it is ${what}.`, { hint: hints[contains], cause });
}
/** UNSUPPORTED: `what` is an algorithm or a form that `readPkcs12` does not open. */
function unsupported(what, hint) {
    const message = `The PFX in "pfx" uses ${what}, which this action does not support.`;
    return pfxError('UNSUPPORTED', message, hint === undefined ? {} : { hint });
}
/** UNSUPPORTED: the file opens only with the private key of a Windows user or group. */
function protectedByPublicKey() {
    return unsupported('protection for a user or group of a Windows domain instead of a password', 'Export it again with a password: Export-PfxCertificate with -Password and without -ProtectTo, or without "Group or ' +
        'user names" in the Windows dialog.');
}

;// CONCATENATED MODULE: ./src/auth/pkcs12/key-derivation.ts



/** What the derived bytes are for: the ID of RFC 7292, appendix B.3. */
const KEY = 1;
const IV = 2;
const MAC = 3;
/** Some seconds of work; current tools write 2,048 to 600,000. A damaged or crafted count of 2^31 must not hang the run. */
const MAX_ITERATIONS = 1_000_000;
const PBKDF2 = '1.2.840.113549.1.5.12';
const SCRYPT = '1.3.6.1.4.1.11591.4.11';
const SHA1 = { name: 'sha1', length: 20 };
/** HMACs by object identifier: RFC 8018, appendix B.1. */
const HMACS = {
    '1.2.840.113549.2.7': SHA1,
    '1.2.840.113549.2.8': { name: 'sha224', length: 28 },
    '1.2.840.113549.2.9': { name: 'sha256', length: 32 },
    '1.2.840.113549.2.10': { name: 'sha384', length: 48 },
    '1.2.840.113549.2.11': { name: 'sha512', length: 64 },
    '1.2.840.113549.2.13': { name: 'sha512-256', length: 32 },
};
/**
 * The byte forms of a password. Besides those of the RFCs these are: UTF-8 bytes taken as characters (LibreSSL, OpenSSL
 * 1.0), Latin-1 and BMPString for PBKDF2 (old NSS), no bytes for an empty password (some Microsoft exports), and each
 * Unicode normalization, because macOS and Windows type accented letters differently.
 */
function passwordBytes(password) {
    const spellings = [...new Set([password, password.normalize('NFC'), password.normalize('NFD')])];
    const bmp = spellings.map(bmpPassword);
    const utf8 = spellings.map((text) => Buffer.from(text, 'utf8'));
    const isLatin1 = /^[\0-\xff]*$/.test(password);
    return {
        pkcs12: distinct([
            ...bmp,
            ...utf8.map((bytes) => bmpPassword(bytes.toString('latin1'))),
            ...(password === '' ? [Buffer.alloc(0)] : []),
        ]),
        pbkdf2: distinct([...utf8, ...(isLatin1 ? [Buffer.from(password, 'latin1')] : []), ...bmp]),
    };
}
/** UTF-16BE with a final NUL: RFC 7292, appendix B.1. */
function bmpPassword(password) {
    return Buffer.from(`${password}\0`, 'utf16le').swap16();
}
/** An iteration count. Throws UserError UNSUPPORTED above 1,000,000, DerError for 0. */
function readIterations(element) {
    const iterations = integer(element);
    if (iterations === 0)
        throw new DerError('a key derivation with 0 iterations');
    if (iterations <= MAX_ITERATIONS)
        return iterations;
    const count = Number.isFinite(iterations) ? iterations.toLocaleString('en-US') : 'more than 2^48';
    throw unsupported(`${count} iterations of a key derivation (the maximum is ${MAX_ITERATIONS.toLocaleString('en-US')})`);
}
/** The HMAC of an algorithm identifier. Throws UserError UNSUPPORTED, DerError. */
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
    return {
        salt: octets(salt),
        iterations: readIterations(iterations),
        keyLength: keyLength === undefined ? undefined : integer(keyLength),
        digest: prf === undefined ? SHA1 : hmacDigest(prf),
    };
}
/** RFC 8018, section 5.2. `length`: bytes to derive. */
function derivePbkdf2({ salt, iterations, digest }, password, length) {
    return (0,external_node_crypto_.pbkdf2Sync)(password, salt, iterations, length, digest.name);
}
/** The key derivation of PKCS#12, with the letters of RFC 7292, appendix B.2. Node.js has no native function for it. */
function pkcs12Kdf({ digest, purpose, password, salt, iterations, length }) {
    const v = digest.length > 32 ? 128 : 64;
    const D = Buffer.alloc(v, purpose);
    const I = Buffer.concat([repeated(salt, v), repeated(password, v)]);
    const blocks = [];
    for (let derived = 0; derived < length; derived += digest.length) {
        const A = (0,external_node_crypto_.hash)(digest.name, Buffer.concat([D, I]), 'buffer');
        // A string result costs 0.36 µs a round, a new Buffer 1.3 µs.
        for (let round = 1; round < iterations; round++)
            A.write((0,external_node_crypto_.hash)(digest.name, A, 'binary'), 'latin1');
        blocks.push(A);
        const B = Buffer.alloc(v, A);
        for (let block = 0; block < I.length; block += v)
            addOnePlus(I.subarray(block, block + v), B);
    }
    return Buffer.concat(blocks).subarray(0, length);
}
/** Copies of the bytes up to the next multiple of `v`. */
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
function distinct(forms) {
    return [...new Map(forms.map((form) => [form.toString('hex'), form])).values()];
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
 * The plaintexts of a ciphertext, lazily, for each form of the password that gives valid padding. A wrong password gives
 * valid padding by chance once in 256 times, so the caller has to check the structure. Throws UserError UNSUPPORTED,
 * DerError.
 */
function* decryptions(algorithm, ciphertext, password) {
    const [name, parameters] = children(algorithm);
    const scheme = oid(name);
    const keys = scheme === PBES2 ? pbes2Keys(parameters, password) : pkcs12Keys(scheme, parameters, password);
    for (const { cipher, key, iv } of keys) {
        if (ciphertext.length === 0 || ciphertext.length % cipher.blockLength !== 0)
            return;
        const text = withoutPadding(cipher.decrypt(key, iv, ciphertext), cipher.blockLength);
        if (text !== undefined)
            yield text;
    }
}
/** RFC 8018, section 6.2. */
function* pbes2Keys(parameters, password) {
    const [derivation, encryption] = children(parameters);
    const pbkdf2 = readPbkdf2(derivation);
    const [name, ivElement] = children(encryption);
    const cipher = PBES2_CIPHERS[oid(name)];
    if (cipher === undefined)
        throw unsupported(`the cipher ${NAMES[oid(name)] ?? oid(name)}`);
    const iv = octets(ivElement);
    if (iv.length !== cipher.blockLength)
        throw new DerError('an initialization vector of the wrong length');
    for (const bytes of password.pbkdf2)
        yield { cipher, key: derivePbkdf2(pbkdf2, bytes, cipher.keyLength), iv };
}
/** RFC 7292, appendix C. */
function* pkcs12Keys(scheme, parameters, password) {
    const cipher = PKCS12_CIPHERS[scheme];
    if (cipher === undefined)
        throw unsupported(`the encryption ${NAMES[scheme] ?? scheme}`);
    const [salt, iterations] = children(parameters);
    const shared = { digest: SHA1, salt: octets(salt), iterations: readIterations(iterations) };
    for (const bytes of password.pkcs12) {
        yield {
            cipher,
            key: pkcs12Kdf({ ...shared, password: bytes, purpose: KEY, length: cipher.keyLength }),
            iv: pkcs12Kdf({ ...shared, password: bytes, purpose: IV, length: cipher.blockLength }),
        };
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
/** OpenSSL 3 has RC2 only in its legacy provider, which Node.js does not load. */
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
/** RFC 8018, section 6.1.1: the last byte is the number of padding bytes, which are all equal. */
function withoutPadding(text, blockLength) {
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
const bags_MAX_DEPTH = 8;
/**
 * Opens an `AuthenticatedSafe` (RFC 7292, section 4.1). CRLs, secrets and bags of unknown types are ignored.
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
                throw protectedByPublicKey();
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
        ? pfxError('KEY_PASSWORD', 'A part of the PFX in "pfx" is damaged, or has a different password than the file.')
        : badPassword();
}
/** Adds the keys and certificates of `SafeContents`. Returns true if the password is then known to be correct. */
function collect(contents, bags, lock, depth = 0) {
    let opened = lock.passwordFits;
    if (depth > bags_MAX_DEPTH)
        throw new DerError('bags that are nested too deeply');
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
        ? pfxError('KEY_PASSWORD', 'The private key in the PFX of "pfx" has a different password: "pfx-password" opens the file but not the key.')
        : badPassword();
}
function firstReadable(algorithm, ciphertext, lock, read) {
    for (const text of decryptions(algorithm, ciphertext, lock.password)) {
        try {
            return read(text);
        }
        catch (error) {
            if (!(error instanceof DerError))
                throw error;
        }
    }
    return undefined;
}
/** The bytes of the element inside an explicit tag, including its own tag and length. */
function whole(element, wrapper) {
    if (element.tag !== SEQUENCE || wrapper === undefined)
        throw new DerError('a key that is not a sequence');
    return wrapper.content.subarray(0, element.end);
}
/** A wrong password cannot be told from a file that was changed. */
function badPassword() {
    return pfxError('BAD_PASSWORD', 'The password in "pfx-password" does not open the PFX in "pfx", or the file was changed after it was written.');
}

;// CONCATENATED MODULE: ./src/auth/pkcs12/encoding.ts

/** PFX files encoded twice occur in practice. */
const MAX_ENCODINGS = 3;
/**
 * Decodes a PFX from the forms that users store: base64 or base64url, with or without line breaks (also as the two
 * characters `\n`), surrounding blanks, quotes or a byte order mark, a data: URL, PEM armour of PKCS12 or of
 * `certutil -encode`, UTF-16 of PowerShell, base64 encoded twice, or the file itself.
 *
 * Throws UserError EMPTY, NOT_BASE64, IS_PEM, and NOT_PFX for base64 of other text.
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
        if (round > MAX_ENCODINGS || (!raw && !isEncoding(text))) {
            throw pfxError('NOT_PFX', 'The input "pfx" is base64 of text, not of a PFX file.');
        }
        bytes = fromText(text);
    }
}
function fromText(input) {
    const text = trimmed(input);
    if (text === '')
        throw empty();
    const [, armored, second] = text.split('-----BEGIN ', 3);
    if (armored === undefined)
        return decode(text);
    const [, label = '', rest = ''] = /^([A-Z0-9 ]+)-----([\s\S]*)$/.exec(armored) ?? [];
    const end = rest.indexOf(`-----END ${label}-----`);
    const body = rest.slice(0, end);
    if (second !== undefined && /^(?:PKCS12|PFX)$/.test(label))
        throw severalTexts();
    if (second !== undefined || end === -1 || body.includes(':'))
        throw isPem();
    if (!['PKCS12', 'PFX', 'CERTIFICATE'].includes(label))
        throw isPem();
    const bytes = decode(body);
    // certutil writes CERTIFICATE around any file. A certificate starts with two sequences, a PFX with a version number.
    if (label === 'CERTIFICATE' && /^30(?:[0-7].|81..|82....|83.{6})30/s.test(bytes.toString('hex', 0, 8)))
        throw isPem();
    return bytes;
}
/** Removes what editors, shells and YAML add around a text. */
function trimmed(text) {
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
    if (/^(?:[\w+/-]+={1,2})+[\w+/-]+$/.test(letters))
        throw severalTexts();
    if (!/^[\w+/-]+$/.test(letters)) {
        const pointer = text.startsWith('version https://git-lfs');
        throw pfxError('NOT_BASE64', pointer
            ? 'The input "pfx" is a Git LFS pointer, not the file itself.'
            : 'The input "pfx" is not base64: it contains characters that base64 does not use.');
    }
    return Buffer.from(letters.replace(/_/g, '/').replace(/-/g, '+'), 'base64');
}
/** True if decoded text is itself an encoding. Short words are not: they match the alphabet by chance. */
function isEncoding(text) {
    return text.includes('-----BEGIN ') || /^[\w+/=\s-]{40,}$/.test(trimmed(text));
}
/** The bytes as text; undefined for DER, which always contains bytes that are not printable. */
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
    return pfxError('IS_PEM', 'The input "pfx" is PEM (a key or a certificate as text), not a PFX file.');
}
function severalTexts() {
    return pfxError('NOT_BASE64', 'The input "pfx" contains several base64 texts in a row: "=" may occur only at the end. It was pasted twice, or ' +
        'several files were joined.', { hint: 'Store the base64 of one PFX file, once.' });
}

;// CONCATENATED MODULE: ./src/auth/pkcs12/key-pair.ts



/** Entra ID requires it, and so does PS256: RFC 7518, section 3.5. */
const MIN_BITS = 2048;
/**
 * Selects the RSA key and its certificate among the contents of a PFX. Keys and certificates are matched by public key
 * alone: writers differ in their order and in localKeyID.
 *
 * @param certificates undefined for each that cannot be read.
 * @throws UserError NO_PRIVATE_KEY, NO_CERTIFICATE, KEY_NOT_RSA, KEY_TOO_SHORT, KEY_DAMAGED, CERTIFICATE_DAMAGED,
 * KEY_CERT_MISMATCH, MANY_KEYS.
 */
function pickPair(keys, certificates, now) {
    if (keys.length === 0) {
        throw pfxError('NO_PRIVATE_KEY', 'The PFX in "pfx" contains no private key: it was exported without it.');
    }
    if (certificates.length === 0) {
        throw pfxError('NO_CERTIFICATE', 'The PFX in "pfx" contains a private key but no certificate.');
    }
    const rsaKeys = key_pair_distinct(keys.flatMap((key) => ('algorithm' in key ? [] : key)), publicDer).filter((key) => key.asymmetricKeyType === 'rsa');
    if (rsaKeys.length === 0) {
        const kinds = new Set(keys.map(kindOf));
        throw pfxError('KEY_NOT_RSA', `The private key in the PFX of "pfx" is not an RSA key: ${[...kinds].join(', ')}.`);
    }
    const readable = key_pair_distinct(certificates.flatMap((certificate) => certificate ?? []), (certificate) => certificate.raw.toString('base64'));
    const pairs = rsaKeys.flatMap((privateKey) => {
        const own = readable.filter((certificate) => certificate.checkPrivateKey(privateKey));
        return own.length === 0 ? [] : [{ privateKey, own }];
    });
    const [pair, ...others] = pairs;
    if (pair === undefined)
        throw noPair(readable, readable.length < certificates.length);
    if (others.length > 0) {
        const all = thumbprints(pairs.flatMap(({ own }) => own));
        throw pfxError('MANY_KEYS', `The PFX in "pfx" contains ${pairs.length} keys with certificates: ${all}.`);
    }
    const selected = longestValid(pair.own, now);
    requireUsableKey(pair.privateKey, selected.certificate);
    return { privateKey: pair.privateKey, ...selected };
}
function noPair(readable, someDamaged) {
    if (readable.length === 0) {
        return pfxError('CERTIFICATE_DAMAGED', 'The certificate in the PFX of "pfx" is damaged: it cannot be read.');
    }
    const message = `The private key in the PFX of "pfx" belongs to none of its certificates (${thumbprints(readable)})`;
    return someDamaged
        ? pfxError('CERTIFICATE_DAMAGED', `${message}, and another certificate is damaged.`)
        : pfxError('KEY_CERT_MISMATCH', `${message}.`);
}
/** Renewed certificates may share one key: the certificate that is valid now and expires last is selected. */
function longestValid(own, now) {
    const dated = own.flatMap((certificate) => {
        const validity = validityOf(certificate);
        return validity === undefined ? [] : [{ certificate, validity }];
    });
    const [first, ...others] = dated;
    if (first === undefined) {
        throw pfxError('CERTIFICATE_DAMAGED', `The validity dates of the certificate in the PFX of "pfx" cannot be read. Its thumbprint is ${thumbprints(own)}.`);
    }
    const rank = ({ notBefore, notAfter }) => notAfter.getTime() - (notBefore > now ? Number.MAX_SAFE_INTEGER : 0);
    const best = others.reduce((one, other) => (rank(other.validity) > rank(one.validity) ? other : one), first);
    if (own.length === 1)
        return { ...best, warnings: [] };
    const used = thumbprintOf(best.certificate);
    return {
        ...best,
        warnings: [`The PFX contains several certificates of one key (${thumbprints(own)}). ${used} is used.`],
    };
}
/** Signs once, because a file without a MAC may open although its key is damaged. */
function requireUsableKey(privateKey, certificate) {
    const bits = privateKey.asymmetricKeyDetails?.modulusLength ?? 0;
    const of = `certificate ${thumbprintOf(certificate)} in the PFX of "pfx"`;
    if (bits < MIN_BITS) {
        throw pfxError('KEY_TOO_SHORT', `The RSA key of ${of} has ${bits} bits. Entra ID requires ${MIN_BITS} or more.`);
    }
    const pss = { padding: external_node_crypto_.constants.RSA_PKCS1_PSS_PADDING, saltLength: external_node_crypto_.constants.RSA_PSS_SALTLEN_DIGEST };
    const probe = Buffer.from('mailbox-report');
    let cause;
    try {
        const signature = (0,external_node_crypto_.sign)('sha256', probe, { key: privateKey, ...pss });
        if ((0,external_node_crypto_.verify)('sha256', probe, { key: certificate.publicKey, ...pss }, signature))
            return;
    }
    catch (error) {
        cause = error;
    }
    throw pfxError('KEY_DAMAGED', `The private key of ${of} is damaged: it cannot sign.`, { cause });
}
function kindOf(key) {
    if ('algorithm' in key)
        return `algorithm ${key.algorithm}`;
    const type = key.asymmetricKeyType ?? 'unknown';
    return type === 'rsa-pss' ? 'it is restricted to RSA-PSS (id-RSASSA-PSS), and plain rsaEncryption is required' : type;
}
function key_pair_distinct(all, identity) {
    return [...new Map(all.map((one) => [identity(one), one])).values()];
}
function publicDer(key) {
    return (0,external_node_crypto_.createPublicKey)(key).export({ format: 'der', type: 'spki' }).toString('base64');
}
function thumbprints(certificates) {
    return certificates.map(thumbprintOf).join(', ');
}

;// CONCATENATED MODULE: ./src/auth/pkcs12/mac.ts




const PBMAC1 = '1.2.840.113549.1.5.14';
/** Bytes. RFC 9579 uses the length of the digest: at most 64. */
const MAX_KEY_LENGTH = 1024;
const DIGESTS = {
    '1.2.840.113549.2.5': { name: 'md5', length: 16 },
    '1.3.14.3.2.26': SHA1,
    '2.16.840.1.101.3.4.2.4': { name: 'sha224', length: 28 },
    '2.16.840.1.101.3.4.2.1': { name: 'sha256', length: 32 },
    '2.16.840.1.101.3.4.2.2': { name: 'sha384', length: 48 },
    '2.16.840.1.101.3.4.2.3': { name: 'sha512', length: 64 },
};
/**
 * True if the `MacData` of a PFX matches its content and the password: RFC 7292, section 4, and PBMAC1 of RFC 9579.
 * Throws UserError UNSUPPORTED, DerError.
 */
function macMatches(macData, content, password) {
    const [digestInfo, salt, iterations] = children(macData);
    const [algorithm, expected] = children(digestInfo);
    const mac = octets(expected);
    const [name, parameters] = children(algorithm);
    if (oid(name) === PBMAC1)
        return pbmac1Matches(parameters, content, mac, password);
    const digest = DIGESTS[oid(name)];
    if (digest === undefined)
        throw unsupported(`the MAC algorithm ${oid(name)}`);
    const derivation = {
        digest,
        purpose: MAC,
        salt: octets(salt),
        iterations: iterations === undefined ? 1 : readIterations(iterations),
        length: digest.length,
    };
    return password.pkcs12.some((bytes) => equals(hmac(digest, pkcs12Kdf({ ...derivation, password: bytes }), content), mac));
}
function pbmac1Matches(parameters, content, mac, password) {
    const [derivation, scheme] = children(parameters);
    const pbkdf2 = readPbkdf2(derivation);
    const digest = hmacDigest(scheme);
    const length = pbkdf2.keyLength ?? digest.length;
    if (length === 0 || length > MAX_KEY_LENGTH) {
        throw unsupported(`a MAC key of ${Number.isFinite(length) ? length : 'more than 2^48'} bytes`);
    }
    return password.pbkdf2.some((bytes) => equals(hmac(digest, derivePbkdf2(pbkdf2, bytes, length), content), mac));
}
function hmac(digest, key, content) {
    return (0,external_node_crypto_.createHmac)(digest.name, key).update(content).digest();
}
function equals(left, right) {
    return left.length === right.length && (0,external_node_crypto_.timingSafeEqual)(left, right);
}

;// CONCATENATED MODULE: ./src/auth/pkcs12/other-files.ts



const MAGIC = {
    feedfeed: 'a Java key store in the old format (JKS)',
    cececece: 'a Java key store in the old format (JCEKS)',
    '504b0304': 'a ZIP archive',
};
/** The error NOT_PFX for bytes that do not have the structure of a PFX. Its message names the kind of the file. */
function identifyFile(bytes, cause) {
    const magic = MAGIC[bytes.toString('hex', 0, 4)];
    if (magic !== undefined)
        return otherFile(magic, 'other', cause);
    if (bytes[0] !== SEQUENCE)
        return otherFile('a file of another kind (a PFX starts with the byte 0x30)', 'other', cause);
    if (succeeds(() => new external_node_crypto_.X509Certificate(bytes))) {
        return otherFile('a certificate without its private key (.cer)', 'certificate', cause);
    }
    for (const [type, name] of [
        ['pkcs8', 'PKCS#8'],
        ['pkcs1', 'PKCS#1'],
        ['sec1', 'EC'],
    ]) {
        if (succeeds(() => (0,external_node_crypto_.createPrivateKey)({ key: bytes, format: 'der', type }))) {
            return otherFile(`a private key without its certificate (${name})`, 'key', cause);
        }
    }
    if (succeeds(() => (0,external_node_crypto_.createPublicKey)({ key: bytes, format: 'der', type: 'spki' }))) {
        return otherFile('a public key', 'certificate', cause);
    }
    return otherFile(...byStructure(tagsOf(bytes)), cause);
}
/** By the tags of the outermost SEQUENCE, for files that are damaged or need a password. */
function byStructure(tags) {
    const [first, second, third] = tags;
    if (first === SEQUENCE && second === OCTET_STRING) {
        return ['an encrypted private key without its certificate (PKCS#8)', 'key'];
    }
    if (first === OBJECT_IDENTIFIER)
        return ['a PKCS#7 file (.p7b), which contains no private key', 'certificate'];
    if (first === INTEGER && second === SEQUENCE && third === OCTET_STRING) {
        return ['a damaged private key without its certificate (PKCS#8)', 'key'];
    }
    if (first === INTEGER && second === INTEGER)
        return ['a damaged private key without its certificate (PKCS#1)', 'key'];
    if (first === INTEGER)
        return ['a PFX that is damaged or truncated', 'other'];
    if (first === SEQUENCE && second === SEQUENCE)
        return ['a damaged certificate without its private key', 'certificate'];
    return ['a file of another kind, or damaged', 'other'];
}
/** Of as many elements as can be read; of a truncated first element at least its tag. */
function tagsOf(bytes) {
    try {
        return children(readElement(bytes)).map(({ tag }) => tag);
    }
    catch {
        const length = bytes[1] ?? 0;
        return [bytes[2 + (length > 0x80 ? length & 0x7f : 0)]];
    }
}
function succeeds(parse) {
    try {
        parse();
        return true;
    }
    catch {
        return false;
    }
}

;// CONCATENATED MODULE: ./src/auth/pkcs12/read.ts










// The terminal program writes PFX files with the same derivation.

const read_DATA = '1.2.840.113549.1.7.1';
const SIGNED_DATA = '1.2.840.113549.1.7.2';
const RSA_ENCRYPTION = '1.2.840.113549.1.1.1';
/**
 * Reads the certificate and its private key from a PFX (PKCS#12, RFC 7292).
 *
 * Opens the files of openssl, LibreSSL, NSS, Windows, .NET, Java and Key Vault. Own code, because node-forge opens fewer
 * than three quarters of such files. Does not check the validity dates (`requireValid` does); `now` only selects among
 * several certificates of one key.
 *
 * @param input the text of a secret, in any of the forms that `pfxBytes` accepts, or the bytes of the file.
 * @throws UserError EMPTY, NOT_BASE64, IS_PEM, NOT_PFX, BAD_PASSWORD, KEY_PASSWORD, NO_PRIVATE_KEY, NO_CERTIFICATE,
 * KEY_NOT_RSA, KEY_TOO_SHORT, KEY_DAMAGED, CERTIFICATE_DAMAGED, KEY_CERT_MISMATCH, MANY_KEYS or UNSUPPORTED.
 */
function readPkcs12(input, password, now) {
    const bytes = pfxBytes(input);
    try {
        const { keys, certificates } = read_open(bytes, password);
        const { privateKey, certificate, validity, warnings } = pickPair(keys.map(parseKey), certificates.map(parseCertificate), now);
        return { ...clientCertificate(privateKey, certificate, validity), warnings };
    }
    catch (error) {
        if (error instanceof DerError)
            throw identifyFile(bytes, error);
        throw error;
    }
}
function read_open(bytes, password) {
    // Some writers append zeros or a line break: only the outer element is read.
    const [version, authSafe, macData] = children(readElement(bytes));
    if (version?.tag !== INTEGER)
        throw new DerError('no version number');
    const [type, content] = children(authSafe);
    if (oid(type) === SIGNED_DATA)
        throw unsupported('a digital signature instead of a password for its integrity');
    if (oid(type) !== read_DATA)
        throw new DerError(`content of type ${oid(type)}`);
    const authenticatedSafe = octets(explicit(content));
    const lock = { password: passwordBytes(password), passwordFits: macData !== undefined };
    if (macData !== undefined && !macMatches(macData, authenticatedSafe, lock.password))
        throw badPassword();
    return openBags(authenticatedSafe, lock);
}
/** The algorithm alone if node:crypto does not support the key. Throws UserError KEY_DAMAGED for an RSA key. */
function parseKey(pkcs8) {
    const algorithm = oid(children(children(readElement(pkcs8))[1])[0]);
    try {
        return (0,external_node_crypto_.createPrivateKey)({ key: pkcs8, format: 'der', type: 'pkcs8' });
    }
    catch (cause) {
        if (algorithm !== RSA_ENCRYPTION)
            return { algorithm };
        throw pfxError('KEY_DAMAGED', 'The private key in the PFX of "pfx" is damaged: it cannot be read.', { cause });
    }
}
/** Undefined for a certificate that cannot be read: the certificate of the key may be another. */
function parseCertificate(der) {
    try {
        return new external_node_crypto_.X509Certificate(der);
    }
    catch {
        return undefined;
    }
}

// EXTERNAL MODULE: ./src/auth/sign-in.ts + 6 modules
var sign_in = __webpack_require__(58145);
// EXTERNAL MODULE: ./src/context.ts
var src_context = __webpack_require__(40788);
// EXTERNAL MODULE: ./src/outputs.ts
var outputs = __webpack_require__(7729);
// EXTERNAL MODULE: ./src/reports/definition.ts
var definition = __webpack_require__(54530);
// EXTERNAL MODULE: ./src/runner/log.ts
var log = __webpack_require__(47708);
;// CONCATENATED MODULE: ./src/steps/sign-in.ts









/** Opens the credential of the inputs. */
function openCredential(context) {
    const { credential } = context.inputs;
    if (credential.kind === 'certificate')
        return { certificate: openCertificate(context, credential) };
    return { certificate: undefined, oidc: (0,federated/* oidcEndpoint */.Y)(context.env), audience: credential.audience };
}
function openCertificate(context, { pfx, pfxPassword }) {
    const now = context.now();
    const certificate = readPkcs12(pfx, pfxPassword, new Date(now));
    (0,outputs/* setOutputs */.n0)(context.core, {
        'certificate-expires-on': certificate.notAfter.toISOString().slice(0, 10),
        'certificate-days-left': (0,sign_in/* daysLeft */.H_)(certificate, now),
    });
    requireValid(certificate, new Date(now));
    for (const warning of (0,sign_in/* certificateWarnings */.bb)(certificate, now))
        (0,src_context/* warn */.R)(context, warning);
    return certificate;
}
/** Whether a run asks Exchange Online. */
function needsExchange({ unlisted }, reports) {
    return reports.some(definition/* isExchangeReport */.Uq) || unlisted !== 'ignore';
}
/**
 * Opens the credential and gets the first token, so that a mistake is reported before anything is read. Warns of missing
 * app roles. Throws a UserError for a PFX or an OIDC environment that cannot be used, and for a rejected sign-in.
 */
function signIn(context) {
    const { inputs, reports, core } = context;
    return (0,log/* logGroup */.QT)(core, 'Sign in', async () => {
        const credential = openCredential(context);
        const method = credential.certificate?.thumbprint;
        const by = credential.certificate === undefined ? `GitHub's OIDC token for ${credential.audience}` : `certificate ${method}`;
        core.info(`Signing in to ${inputs.authorityHost} as application ${inputs.clientId}, ${by}`);
        const tokens = tokensFor(context, credential);
        if (reports.some(definition/* isGraphReport */.xg))
            await requireToken(context, tokens);
        const exchangeTokens = needsExchange(inputs, reports)
            ? tokensFor(context, credential, inputs.exchangeUrl)
            : undefined;
        if (exchangeTokens !== undefined)
            await requireToken(context, exchangeTokens, []);
        return { tokens, exchangeTokens, certificate: credential.certificate };
    });
}
/** Tokens for Graph, or for Exchange Online if its URL is given. Sends nothing until the first is needed. */
function tokensFor(context, credential, exchangeScope) {
    const { inputs, core, dispatcher, now, signal } = context;
    const mask = (secret) => {
        core.setSecret(secret);
    };
    const options = { ...inputs, dispatcher, now, mask, signal, exchangeScope };
    return credential.certificate === undefined
        ? (0,sign_in/* tokensByFederation */.lT)({ ...options, ...credential })
        : (0,sign_in/* tokensByCertificate */.ho)({ ...options, ...credential });
}
/** Gets the first token, and warns of the app roles of Graph that it lacks for some reports. */
async function requireToken(context, tokens, reports = context.reports.filter(definition/* isGraphReport */.xg)) {
    const { inputs, signal } = context;
    try {
        const { roles } = await tokens.get();
        const warning = (0,app_roles/* roleWarning */.Jn)(roles, reports, (0,sign_in/* consentUrl */.CH)(inputs));
        if (warning !== undefined)
            (0,src_context/* warn */.R)(context, warning);
    }
    catch (error) {
        // A cancelled run still reports every mailbox, as cancelled.
        if (!signal.aborted)
            throw error;
    }
}


/***/ })

};
