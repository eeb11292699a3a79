export const id = 119;
export const ids = [119];
export const modules = {

/***/ 56910:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   P: () => (/* binding */ clouds)
/* harmony export */ });
/**
 * https://learn.microsoft.com/graph/deployments and
 * https://learn.microsoft.com/entra/workload-id/workload-identity-federation-create-trust
 */
const clouds = {
    global: {
        authorityHost: 'https://login.microsoftonline.com',
        graphUrl: 'https://graph.microsoft.com',
        audience: 'api://AzureADTokenExchange',
    },
    usgov: {
        authorityHost: 'https://login.microsoftonline.us',
        graphUrl: 'https://graph.microsoft.us',
        audience: 'api://AzureADTokenExchangeUSGov',
    },
    'usgov-dod': {
        authorityHost: 'https://login.microsoftonline.us',
        graphUrl: 'https://dod-graph.microsoft.us',
        audience: 'api://AzureADTokenExchangeUSGov',
    },
    china: {
        authorityHost: 'https://login.partner.microsoftonline.cn',
        graphUrl: 'https://microsoftgraph.chinacloudapi.cn',
        audience: 'api://AzureADTokenExchangeChina',
    },
};


/***/ }),

/***/ 83916:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   Fg: () => (/* binding */ reworded),
/* harmony export */   Uc: () => (/* binding */ describeError),
/* harmony export */   yo: () => (/* binding */ UserError)
/* harmony export */ });
/* harmony import */ var node_util__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(57975);
/* harmony import */ var node_util__WEBPACK_IMPORTED_MODULE_0___default = /*#__PURE__*/__webpack_require__.n(node_util__WEBPACK_IMPORTED_MODULE_0__);
/* harmony import */ var _json_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(8301);


/**
 * Something that the person who runs the action can mend. Its message says what is wrong and its hint what to change;
 * both are printed without a stack trace, so neither may ever carry a secret.
 */
class UserError extends Error {
    name = 'UserError';
    /** Stable, upper-case words with underscores, such as `BAD_PASSWORD`: what troubleshooting tables are keyed by. */
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
/** The same failure, said in other words to another reader. */
function reworded({ code, place, cause }, message, hint) {
    return new UserError(code, message, { hint, place, cause });
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

/***/ 38422:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   _y: () => (/* binding */ secretInputs),
/* harmony export */   gM: () => (/* binding */ readReportInputs),
/* harmony export */   q3: () => (/* binding */ readValidateInputs)
/* harmony export */ });
/* harmony import */ var _http_secure_url_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(28347);
/* harmony import */ var _auth_clouds_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(56910);
/* harmony import */ var _errors_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(83916);
/* harmony import */ var _mailboxes_internal_domains_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(18207);




const GUID = /^[0-9a-f]{8}-(?:[0-9a-f]{4}-){3}[0-9a-f]{12}$/i;
const DOMAIN = /^(?=.{4,253}$)(?:[a-z0-9](?:[a-z0-9-]*[a-z0-9])?\.)+[a-z][a-z0-9-]*[a-z0-9]$/i;
const MOST_CONCURRENCY = 256;
const MOST_RETENTION_DAYS = 400;
const LONGEST_ARTIFACT_NAME = 200;
/**
 * What is secret among the inputs, for masking before anything is checked, printed or thrown. Line by line too: a log
 * would show a single line of a PFX that was pasted with line breaks.
 */
function secretInputs(env) {
    const secrets = [raw(env, 'pfx') ?? '', raw(env, 'pfx-password') ?? ''];
    const lines = secrets.flatMap((secret) => secret.split(/\r?\n/)).map((line) => line.trim());
    return [...new Set([...secrets, ...lines])].filter((secret) => secret.trim() !== '');
}
/**
 * Reads and checks the inputs of the report action as the runner passes them (`INPUT_TENANT-ID` and so on). Throws a
 * UserError for the first that is wrong, naming the input and what to change.
 */
function readReportInputs(env) {
    const tenantId = identifier(env, 'tenant-id', /* domain allowed */ true);
    const clientId = identifier(env, 'client-id', false);
    const cloud = choice(env, 'cloud', ['global', 'usgov', 'usgov-dod', 'china']);
    const endpoints = _auth_clouds_js__WEBPACK_IMPORTED_MODULE_0__/* .clouds */ .P[cloud];
    return {
        tenantId,
        clientId,
        credential: credential(env, endpoints),
        cloud,
        authorityHost: url(env, 'authority-host') ?? endpoints.authorityHost,
        graphUrl: url(env, 'graph-url') ?? endpoints.graphUrl,
        mailboxes: requiredLines(env, 'mailboxes'),
        mailboxColumn: text(env, 'mailbox-column'),
        report: reports(env),
        policy: text(env, 'policy'),
        failOn: failOn(env),
        internalDomains: inside(env),
        maxUnread: maxUnread(env),
        artifactName: artifactName(env),
        retentionDays: retentionDays(env),
        outputDirectory: text(env, 'output-directory'),
        formats: formats(env),
        csvBom: yesOrNo(env, 'csv-bom', true),
        summary: choice(env, 'summary', ['full', 'counts', 'none']),
        concurrency: concurrency(env),
    };
}
/** Reads the inputs of the validate action. Throws a UserError where there is nothing to check. */
function readValidateInputs(env) {
    const mailboxes = lines(env, 'mailboxes', /\r?\n/);
    const report = lines(env, 'report', /\r?\n/);
    const policy = text(env, 'policy');
    if (mailboxes.length === 0 && report.length === 0 && policy === undefined) {
        throw new _errors_js__WEBPACK_IMPORTED_MODULE_1__/* .UserError */ .yo('INPUT_MISSING', 'There is nothing to check: "mailboxes", "report" and "policy" are empty.', {
            hint: 'Set "mailboxes" to the mailbox lists, "report" to the report files, "policy" to the policy file, or some of them.',
        });
    }
    return { mailboxes, mailboxColumn: text(env, 'mailbox-column'), report, policy };
}
function credential(env, { audience }) {
    const kind = choice(env, 'credential', ['certificate', 'federated']);
    if (kind === 'federated')
        return { kind, audience };
    return { kind, pfx: required(env, 'pfx'), pfxPassword: raw(env, 'pfx-password') ?? '' };
}
function raw(env, name) {
    return env[`INPUT_${name.replaceAll(' ', '_').toUpperCase()}`];
}
function text(env, name) {
    const value = raw(env, name)?.trim();
    return value === '' ? undefined : value;
}
function lines(env, name, separator = /[\r\n,]+/) {
    return (raw(env, name) ?? '')
        .split(separator)
        .map((line) => line.trim())
        .filter((line) => line !== '');
}
function requiredLines(env, name) {
    required(env, name);
    return lines(env, name, /\r?\n/);
}
function required(env, name) {
    const value = text(env, name);
    if (value !== undefined)
        return value;
    throw new _errors_js__WEBPACK_IMPORTED_MODULE_1__/* .UserError */ .yo(name === 'pfx' ? 'EMPTY' : 'INPUT_MISSING', `The input "${name}" is empty.`, {
        hint: `Set "${name}" under "with:". Where it comes from a secret or a variable: check that name, and that the ` +
            'workflow may read it. Workflows that a fork or Dependabot starts get no secrets.' +
            (name === 'pfx' ? ' To sign in without any secret, set "credential" to "federated".' : ''),
    });
}
function identifier(env, name, domainAllowed) {
    const value = required(env, name);
    if (GUID.test(value) || (domainAllowed && DOMAIN.test(value)))
        return value;
    const wanted = domainAllowed
        ? 'the Directory (tenant) ID or a verified domain such as contoso.onmicrosoft.com'
        : 'the Application (client) ID';
    throw new _errors_js__WEBPACK_IMPORTED_MODULE_1__/* .UserError */ .yo('INPUT_INVALID', `The input "${name}" is not ${domainAllowed ? 'an ID or a domain' : 'an ID'}.`, {
        hint: `Use ${wanted}, as the overview page of your application in the Entra portal shows it.`,
    });
}
function choice(env, name, choices) {
    const value = text(env, name);
    return value === undefined ? choices[0] : oneOf(name, value, choices);
}
function oneOf(name, value, choices) {
    const found = choices.find((choice) => choice === value.toLowerCase());
    if (found !== undefined)
        return found;
    throw invalid(name, value, `Use ${choices.map((choice) => `"${choice}"`).join(', ')}.`);
}
function invalid(name, value, hint) {
    const shown = value.length > 60 ? `${value.slice(0, 60)}…` : value;
    return new _errors_js__WEBPACK_IMPORTED_MODULE_1__/* .UserError */ .yo('INPUT_INVALID', `The input "${name}" cannot be ${JSON.stringify(shown)}.`, { hint });
}
/** An override of one of the cloud's addresses; the token goes there, so it must be one that nobody can listen to. */
function url(env, name) {
    const value = text(env, name);
    if (value === undefined)
        return undefined;
    const parsed = URL.parse(value);
    const example = name === 'graph-url' ? _auth_clouds_js__WEBPACK_IMPORTED_MODULE_0__/* .clouds */ .P.global.graphUrl : _auth_clouds_js__WEBPACK_IMPORTED_MODULE_0__/* .clouds */ .P.global.authorityHost;
    const hint = `Use an address such as "${example}", or leave "${name}" out and set "cloud".`;
    // User names, queries and fragments have no place in it, and are not shown either: one may be a password.
    if (parsed?.href !== `${parsed?.origin}${parsed?.pathname}`)
        throw invalid(name, shownUrl(parsed, value), hint);
    if (!(0,_http_secure_url_js__WEBPACK_IMPORTED_MODULE_3__/* .isConfidential */ .F)(parsed)) {
        throw invalid(name, value, `Only https: is allowed, and http: for a loopback address. ${hint}`);
    }
    return parsed.href.replace(/\/$/, '');
}
/** Only of an address on the web is the origin worth showing; `localhost:80` reads as one of the scheme `localhost`. */
function shownUrl(parsed, value) {
    if (parsed === null)
        return value;
    return parsed.origin === 'null' ? 'an address without https:' : parsed.origin;
}
/** One a line alone: a path may hold a comma. */
function reports(env) {
    const given = lines(env, 'report', /\r?\n/);
    return given.length > 0 ? given : ['mailbox-settings'];
}
function failOn(env) {
    const given = text(env, 'fail-on');
    if (given?.toLowerCase() !== 'new-violation')
        return choice(env, 'fail-on', ['violation', 'never']);
    const hint = 'Use "violation" or "never". What is new can be told only by a comparison with an earlier run.';
    throw invalid('fail-on', given, hint);
}
/** CSV is always written. Where nothing is asked for, there is a page besides. */
function formats(env) {
    const known = ['csv', 'html', 'json', 'sarif', 'junit'];
    const given = lines(env, 'formats');
    const chosen = (given.length === 0 ? ['html'] : given).map((format) => oneOf('formats', format, known));
    return new Set(chosen.filter((format) => format !== 'csv'));
}
function inside(env) {
    const given = lines(env, 'internal-domains');
    return given.length > 0 ? (0,_mailboxes_internal_domains_js__WEBPACK_IMPORTED_MODULE_2__/* .internalDomains */ .lQ)(given) : undefined;
}
function maxUnread(env) {
    const value = text(env, 'max-unread') ?? '0';
    const [, digits, percent] = /^(\d{1,9}(?:\.\d{1,6})?)\s*(%?)$/.exec(value) ?? [];
    const most = Number(digits);
    const hint = 'Use a number of mailboxes such as 10, or a percentage of the list such as 2%.';
    if (digits === undefined || (percent === '%' ? most > 100 : !Number.isInteger(most))) {
        throw invalid('max-unread', value, hint);
    }
    return { kind: percent === '%' ? 'percent' : 'count', most };
}
/** The characters that GitHub's artifacts refuse in a name. */
const NOT_IN_ARTIFACT_NAMES = /["*/:<>?\\|\r\n]/;
/** Given and empty, nothing is uploaded; not given at all, as outside a runner, it has its default. */
function artifactName(env) {
    const given = raw(env, 'artifact-name');
    const value = given === undefined ? 'mailbox-report' : given.trim();
    if (NOT_IN_ARTIFACT_NAMES.test(value)) {
        throw invalid('artifact-name', value, 'GitHub allows none of the characters " * / : < > ? \\ | in it.');
    }
    // The report page is a file of that name.
    if (Buffer.byteLength(value) > LONGEST_ARTIFACT_NAME) {
        throw invalid('artifact-name', value, `It can have ${LONGEST_ARTIFACT_NAME} bytes at the most.`);
    }
    return value === '' ? undefined : value;
}
function retentionDays(env) {
    const value = text(env, 'retention-days');
    if (value === undefined || value === '0')
        return undefined;
    return wholeNumber('retention-days', value, MOST_RETENTION_DAYS);
}
function concurrency(env) {
    const value = text(env, 'concurrency') ?? 'auto';
    return value.toLowerCase() === 'auto' ? 'auto' : wholeNumber('concurrency', value, MOST_CONCURRENCY, '"auto" or ');
}
function wholeNumber(name, value, most, besides = '') {
    const number = Number(value);
    if (/^\d{1,9}$/.test(value) && number >= 1 && number <= most)
        return number;
    throw invalid(name, value, `Use ${besides}a whole number from 1 to ${most}.`);
}
/** As YAML 1.2 and the runner's own toolkit have it. */
function yesOrNo(env, name, standard) {
    const value = text(env, name);
    if (value === undefined)
        return standard;
    if (/^(?:true|True|TRUE)$/.test(value))
        return true;
    if (/^(?:false|False|FALSE)$/.test(value))
        return false;
    throw invalid(name, value, 'Use true or false.');
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
/* harmony export */   P: () => (/* binding */ isAddress),
/* harmony export */   f: () => (/* binding */ MAX_ADDRESS_LENGTH)
/* harmony export */ });
/** The longest mailbox address: 64 characters, `@`, and 255 of a domain. https://www.rfc-editor.org/rfc/rfc3696#section-3 */
const MAX_ADDRESS_LENGTH = 320;
/**
 * Left of the `@`: no blanks, no control, invisible or replacement characters, no quotes and none of RFC 5322's specials, and no dot at
 * either end, as Exchange has it. Right of it: labels of letters, digits and hyphens of any script.
 */
const ADDRESS = /^(?!\.)[^\s\p{Cc}\p{Cf}\p{Cs}\ufffd"<>()[\],;:\\@]+(?<!\.)@[\p{L}\p{M}\p{N}-]+(?:\.[\p{L}\p{M}\p{N}-]+)*$/u;
/**
 * Whether a trimmed text can be the address of a mailbox. Lenient on purpose: user principal names hold more than mail
 * addresses do (`user_x.com#EXT#@contoso.onmicrosoft.com`, `$x@y`), and whether a mailbox exists is for Graph to say.
 */
function isAddress(text) {
    return text.length <= MAX_ADDRESS_LENGTH && ADDRESS.test(text);
}


/***/ }),

/***/ 25821:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  l: () => (/* binding */ findListFiles)
});

// EXTERNAL MODULE: external "node:fs/promises"
var promises_ = __webpack_require__(51455);
// EXTERNAL MODULE: external "node:path"
var external_node_path_ = __webpack_require__(76760);
var external_node_path_default = /*#__PURE__*/__webpack_require__.n(external_node_path_);
// EXTERNAL MODULE: ./src/errors.ts
var errors = __webpack_require__(83916);
// EXTERNAL MODULE: ./src/workspace/file.ts
var workspace_file = __webpack_require__(26971);
;// CONCATENATED MODULE: ./src/mailboxes/not-found.ts



const NEAR_EDITS = 2;
/** Where a list is likely to be when its directory was forgotten; a walk through a whole monorepo would take too long. */
const LIKELY_DIRECTORIES = ['', '*/', '*/*/', '.github/', '.github/*/'];
/**
 * The error for a list that is not there. Its hint names the likely reasons, and a file that may have been meant.
 *
 * @param file path or glob relative to the root, with forward slashes
 */
async function notFoundError(file, root) {
    if ((await entriesOf(root)).length === 0) {
        return new errors/* UserError */.yo('LIST_NOT_FOUND', `There is no mailbox list ${file}: the workspace is empty.`, {
            hint: 'Run actions/checkout in a step before this action: "mailboxes" names files of the repository.',
        });
    }
    const near = (await nearName(file, root)) ?? (await sameNameElsewhere(file, root));
    return new errors/* UserError */.yo('LIST_NOT_FOUND', `There is no mailbox list ${file} in the workspace.`, {
        hint: (near === undefined ? '' : `Did you mean ${near}? `) +
            'Commit the file, run actions/checkout before this action, and give its path in "mailboxes" relative to the root of ' +
            'the repository.',
    });
}
/** A file beside it whose name differs by its case, its extension or a slip of the hand. */
async function nearName(file, root) {
    const directory = external_node_path_default().posix.dirname(file);
    const wanted = external_node_path_default().posix.basename(file).toLowerCase();
    let best;
    const entries = await entriesOf(external_node_path_default().join(root, directory));
    for (const { name } of entries.filter((entry) => !entry.isDirectory())) {
        const folded = name.toLowerCase();
        const sameStem = external_node_path_default().parse(folded).name === external_node_path_default().parse(wanted).name;
        const distance = sameStem ? Math.min(1, editDistance(folded, wanted)) : editDistance(folded, wanted);
        if (distance <= NEAR_EDITS && distance < (best?.distance ?? Infinity))
            best = { name, distance };
    }
    return best === undefined ? undefined : external_node_path_default().posix.join(directory, best.name);
}
async function sameNameElsewhere(file, root) {
    const name = external_node_path_default().posix.basename(file);
    for await (const match of (0,promises_.glob)(LIKELY_DIRECTORIES.map((directory) => directory + name), { cwd: root, exclude: (entry) => entry === 'node_modules' })) {
        return match.split((external_node_path_default()).sep).join('/');
    }
    return undefined;
}
async function entriesOf(directory) {
    try {
        return await (0,promises_.readdir)(directory, { withFileTypes: true });
    }
    catch {
        // The directory itself is missing, which the message says already.
        return [];
    }
}
/** Levenshtein's: how many characters to insert, delete or replace to make one text of the other. */
function editDistance(from, to) {
    let previous = Array.from({ length: to.length + 1 }, (_, length) => length);
    for (let row = 1; row <= from.length; row += 1) {
        const current = [row];
        for (let column = 1; column <= to.length; column += 1) {
            const replaced = (previous[column - 1] ?? 0) + (from[row - 1] === to[column - 1] ? 0 : 1);
            current.push(Math.min(replaced, (previous[column] ?? 0) + 1, (current[column - 1] ?? 0) + 1));
        }
        previous = current;
    }
    return previous[to.length] ?? 0;
}

// EXTERNAL MODULE: ./src/mailboxes/unreadable.ts
var unreadable = __webpack_require__(52057);
;// CONCATENATED MODULE: ./src/mailboxes/find-files.ts






const GLOB_CHARACTERS = /[*?[\]{}]|[!+@]\(/;
/**
 * The files that paths and globs name, in their order; those of one glob sorted, and each file once. A file outside the
 * workspace is refused, behind a symbolic link too: lists and links can come from a fork's pull request.
 *
 * Throws a UserError: `LIST_NOT_FOUND`, `LIST_OUTSIDE_WORKSPACE`, `LIST_IS_DIRECTORY` or `LIST_UNREADABLE`.
 */
async function findListFiles(patterns, workspace) {
    if (patterns.length === 0) {
        throw new errors/* UserError */.yo('LIST_NOT_FOUND', 'The input "mailboxes" names no file.', {
            hint: 'Set it to the path of the mailbox list in the repository, such as mailboxes.txt.',
        });
    }
    const within = { root: external_node_path_default().resolve(workspace), realRoot: await (0,promises_.realpath)(workspace) };
    const found = new Map();
    for (const pattern of patterns) {
        for (const file of await filesOf(pattern, within)) {
            if (!found.has(file.realPath))
                found.set(file.realPath, file);
        }
    }
    return [...found.values()];
}
async function filesOf(pattern, workspace) {
    const relative = relativePath(pattern, workspace);
    const kind = await kindOf(relative, workspace);
    if (kind !== 'missing')
        return [await listFile(relative, kind, workspace)];
    if (!GLOB_CHARACTERS.test(relative))
        throw await notFoundError(relative, workspace.root);
    const files = [];
    for (const match of await matchesOf(relative, workspace)) {
        const matchKind = await kindOf(match, workspace);
        if (matchKind !== 'directory')
            files.push(await listFile(match, matchKind, workspace));
    }
    if (files.length === 0)
        throw await notFoundError(relative, workspace.root);
    return files;
}
async function matchesOf(pattern, { root }) {
    const matches = [];
    for await (const match of (0,promises_.glob)(pattern, { cwd: root }))
        matches.push(slashed(external_node_path_default().normalize(match)));
    return matches.sort();
}
/** A pattern or path relative to the root, with forward slashes, wherever in the workspace it was meant from. */
function relativePath(pattern, { root, realRoot }) {
    // Windows separates with backslashes, and a workflow that was written there is run elsewhere.
    const absolute = external_node_path_default().resolve(root, pattern.replaceAll('\\', '/'));
    const from = [root, realRoot].find((base) => (0,workspace_file/* isInside */.F)(absolute, base));
    if (from === undefined)
        throw outsideError(pattern);
    return slashed(external_node_path_default().relative(from, absolute));
}
async function kindOf(file, { root }) {
    try {
        const stats = await (0,promises_.stat)(external_node_path_default().join(root, file));
        if (stats.isDirectory())
            return 'directory';
        return stats.isFile() ? 'file' : 'other';
    }
    catch (error) {
        if (['ENOENT', 'ENOTDIR'].includes((0,unreadable/* fileErrorCode */.c)(error)))
            return 'missing';
        throw (0,unreadable/* unreadableError */.S)(file, error);
    }
}
async function listFile(file, kind, { root, realRoot }) {
    // A link that a glob matched may lead nowhere.
    if (kind === 'missing')
        throw await notFoundError(file, root);
    const realPath = await (0,promises_.realpath)(external_node_path_default().join(root, file));
    if (!(0,workspace_file/* isInside */.F)(realPath, realRoot))
        throw outsideError(file);
    if (kind === 'directory') {
        throw new errors/* UserError */.yo('LIST_IS_DIRECTORY', `${file || 'The workspace'} is a directory, not a mailbox list.`, {
            hint: `Let "mailboxes" name the file, or all lists in it by a glob: ${file === '' ? '' : `${file}/`}*.txt`,
        });
    }
    if (kind === 'other')
        throw (0,unreadable/* unreadableError */.S)(file, undefined);
    return { file, realPath };
}
function slashed(file) {
    return file.split((external_node_path_default()).sep).join('/');
}
function outsideError(pattern) {
    return new errors/* UserError */.yo('LIST_OUTSIDE_WORKSPACE', `The mailbox list ${pattern} is outside the workspace.`, {
        hint: 'The input "mailboxes" takes paths relative to the root of the repository; copy the list there in an earlier step.',
    });
}


/***/ }),

/***/ 18207:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   lQ: () => (/* binding */ internalDomains),
/* harmony export */   zg: () => (/* binding */ domainsOfList)
/* harmony export */ });
/* unused harmony export InternalDomains */
/* harmony import */ var node_url__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(73136);
/* harmony import */ var node_url__WEBPACK_IMPORTED_MODULE_0___default = /*#__PURE__*/__webpack_require__.n(node_url__WEBPACK_IMPORTED_MODULE_0__);
/* harmony import */ var _errors_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(83916);
/* harmony import */ var _address_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(16592);
/* harmony import */ var _text_display_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(24745);




/** Letters, digits and hyphens of any script, as in the addresses of mailboxes. */
const DOMAIN = /^[\p{L}\p{M}\p{N}-]+(?:\.[\p{L}\p{M}\p{N}-]+)*$/u;
/**
 * Local parts behind which somebody else stands than the domain tells: an address of another kind as Exchange encapsulates
 * it (`IMCEASMTP-eve+40evil+2Ecom@contoso.com`), the user principal name of a guest, and an X.500 address whose last name
 * holds an `@`.
 */
const SOMEWHERE_ELSE = /^(?:imcea|\/[a-z]+=)|#ext#$/i;
/** The domains that count as inside, each with all of its subdomains. */
class InternalDomains {
    #given;
    #known;
    /** Takes domains as `asciiDomain` writes them, when they are first asked for. */
    constructor(domains) {
        this.#given = domains;
    }
    get #domains() {
        this.#known ??= new Set(this.#given);
        return this.#known;
    }
    /** Whether a domain is one of these or below one. Without case, trailing dot, or difference between `ü` and `xn--`. */
    has(domain) {
        const ascii = asciiDomain(domain);
        if (ascii === undefined)
            return false;
        if (this.#domains.has(ascii))
            return true;
        const labels = ascii.split('.');
        // A domain of one label has nothing below it: a list with `root@com` must not bring half the world inside.
        return labels.some((_, at) => at > 0 && at < labels.length - 1 && this.#domains.has(labels.slice(at).join('.')));
    }
    /**
     * Whether an SMTP address leads to an inside mailbox. What is not plainly such an address, and nothing else beside it,
     * is not: nobody shall hide behind `eve@evil.com <ceo@contoso.com>`.
     */
    holds(address) {
        const [, local, domain] = /^(.*)@([^@]*?)\.?$/s.exec(address.trim()) ?? [];
        if (local === undefined || domain === undefined)
            return false;
        return (0,_address_js__WEBPACK_IMPORTED_MODULE_2__/* .isAddress */ .P)(`${local}@${domain}`) && !SOMEWHERE_ELSE.test(local) && this.has(domain);
    }
}
/**
 * The domains of the input's lines. `contoso.com`, `@contoso.com` and `*.contoso.com` mean the same, since subdomains are
 * inside anyway; empty lines are passed over. Throws a UserError `INPUT_INVALID` for a line that is no domain.
 */
function internalDomains(lines) {
    const domains = [];
    for (const line of lines) {
        const text = line.trim();
        if (text === '')
            continue;
        const domain = asciiDomain(text.replace(/^(?:@|(?:\*?\.))/, ''));
        if (domain?.includes('.') !== true)
            throw noDomain(text);
        domains.push(domain);
    }
    return new InternalDomains(domains);
}
/** The domains of a list's own mailboxes, looked for where a report asks: most do not. */
function domainsOfList(list) {
    return new InternalDomains(domainsIn(list));
}
function* domainsIn(list) {
    const written = new Set();
    for (let at = 0; at < list.length; at += 1) {
        const { address } = list.at(at);
        written.add(address.slice(address.lastIndexOf('@') + 1).toLowerCase());
    }
    for (const domain of written) {
        const ascii = asciiDomain(domain);
        if (ascii !== undefined)
            yield ascii;
    }
}
/** A domain in lower case and ASCII, without a trailing dot; undefined for what is none. https://www.rfc-editor.org/rfc/rfc5891 */
function asciiDomain(domain) {
    const text = domain.replace(/\.$/, '');
    if (!DOMAIN.test(text))
        return undefined;
    return (0,node_url__WEBPACK_IMPORTED_MODULE_0__.domainToASCII)(text) || undefined;
}
function noDomain(text) {
    return new _errors_js__WEBPACK_IMPORTED_MODULE_1__/* .UserError */ .yo('INPUT_INVALID', `The input "internal-domains" cannot be ${(0,_text_display_js__WEBPACK_IMPORTED_MODULE_3__/* .shownText */ .f$)(text)}.`, {
        hint: 'Write one domain a line, such as contoso.com; its subdomains count as inside too.',
    });
}


/***/ }),

/***/ 34226:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  CA: () => (/* binding */ emptyError),
  so: () => (/* binding */ listText),
  d2: () => (/* binding */ readerFor)
});

// EXTERNAL MODULE: external "node:fs/promises"
var promises_ = __webpack_require__(51455);
// EXTERNAL MODULE: external "node:path"
var external_node_path_ = __webpack_require__(76760);
var external_node_path_default = /*#__PURE__*/__webpack_require__.n(external_node_path_);
// EXTERNAL MODULE: ./src/errors.ts
var errors = __webpack_require__(83916);
// EXTERNAL MODULE: ./node_modules/csv-parse/lib/sync.js + 9 modules
var sync = __webpack_require__(25175);
// EXTERNAL MODULE: ./src/mailboxes/address.ts
var address = __webpack_require__(16592);
// EXTERNAL MODULE: ./src/text/numbers.ts
var numbers = __webpack_require__(92613);
// EXTERNAL MODULE: ./src/text/display.ts
var display = __webpack_require__(24745);
;// CONCATENATED MODULE: ./src/mailboxes/column.ts




/** What the address is called by this action's own CSV, by Exchange's cmdlets and by Graph; the first that is there counts. */
const ADDRESS_COLUMNS = [
    'MailboxName',
    'UserPrincipalName',
    'PrimarySmtpAddress',
    'Mail',
    'EmailAddress',
    'Mailbox',
    'Address',
];
const NAMES_SHOWN = 20;
/** The position of the address column among column names, without case; undefined where there is none. */
function addressColumn(names, wanted) {
    const folded = names.map(foldedName);
    for (const candidate of wanted === undefined ? ADDRESS_COLUMNS : [wanted]) {
        const position = folded.indexOf(foldedName(candidate));
        if (position !== -1)
            return position;
    }
    return undefined;
}
/** A column name as columns compare: without case and outer blanks. */
function foldedName(name) {
    return name.trim().toLowerCase();
}
/** The error for a list in which no column (of a CSV) or key (of JSON objects) holds the address. */
function noColumnError({ file, column }, { noun, names, line }) {
    const wanted = column === undefined
        ? `No ${noun} of ${file} is known to hold the mailbox addresses`
        : `${file} has no ${noun} ${(0,display/* shownText */.f$)(column)} to take the mailbox addresses from`;
    const headless = noun === 'column' && names.some((name) => (0,address/* isAddress */.P)(name.trim()));
    const usual = (0,numbers/* listed */.KE)(ADDRESS_COLUMNS, 'or');
    const otherwise = column === undefined ? `call the ${noun} ${usual}` : `leave it out if the ${noun} is called ${usual}`;
    const known = headless
        ? 'Its first row holds addresses in place of names.'
        : `Its ${noun}s are ${shownNames(names)}.`;
    return new errors/* UserError */.yo('LIST_NO_COLUMN', `${wanted}. ${known}`, {
        hint: headless
            ? 'The first row must name the columns. Add a header row, such as UserPrincipalName, or save one address a line as .txt.'
            : `Set "mailbox-column" to one of them, or ${otherwise}.`,
        place: { file, line },
    });
}
function shownNames(names) {
    const named = names.filter((name) => name.trim() !== '');
    if (named.length === 0)
        return 'all unnamed';
    const shown = named.slice(0, NAMES_SHOWN).map((name) => (0,display/* shownText */.f$)(name.trim()));
    return shown.join(', ') + (named.length > NAMES_SHOWN ? ` and ${named.length - NAMES_SHOWN} more` : '');
}

;// CONCATENATED MODULE: ./src/mailboxes/csv.ts



/**
 * Reads a table with a header row, as `Get-Mailbox | Export-Csv` writes it: RFC 4180, or with semicolons or tabs, as
 * Excel and `-UseCulture` write it where the comma is the decimal sign. Rows may be shorter or longer than the header.
 */
function readCsv(text, source, found) {
    // csv-parse counts a CRLF inside quotes as two lines. An address never holds a line end, so nothing is lost.
    const table = withoutTypeLine(text.replaceAll(/\r\n?/g, '\n'));
    const delimiter = delimiterOf(table);
    const places = new CellPlaces(table, delimiter);
    let column;
    let lastLine = 0;
    const readRow = (cells, line) => {
        if (column === undefined) {
            column = addressColumn(cells, source.column);
            if (column === undefined)
                throw noColumnError(source, { noun: 'column', names: cells, line });
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
            // A null keeps the parser from collecting the rows.
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
/** Finds cells in the text, once somebody asks for a place. */
class CellPlaces {
    table;
    delimiter;
    lines;
    constructor(table, delimiter) {
        this.table = table;
        this.delimiter = delimiter;
    }
    /** In which column of its line, from 1, the text of a cell begins; undefined where the row began on another line. */
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
/** Where a cell ends that begins there: at its delimiter, or at the end of the line. */
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
/** Windows PowerShell's Export-Csv starts with `#TYPE …` unless told `-NoTypeInformation`. Its line end stays: lines count on. */
function withoutTypeLine(text) {
    return text.replace(/^"?#TYPE[^\n]*/, '');
}
/** The separator that the header row has most of, outside quotes; a row of one column has none, and any will do. */
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
/** The parser reports the line on which a row ends; quoted cells from the address on may hold line ends of their own. */
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
    // An open quote swallows the rest of the file, so its own line is the last of all, which helps nobody.
    const open = error.code === 'CSV_QUOTE_NOT_CLOSED';
    const line = open || typeof error.lines !== 'number' ? lastLine + 1 : error.lines;
    const what = open
        ? 'a quote is opened in the row that starts here, and never closed'
        : 'a quote stands where none may';
    return new errors/* UserError */.yo('LIST_MALFORMED', `${file}, line ${line}: ${what}.`, {
        hint: 'Cells that hold the separator, a quote or a line end stand in double quotes, and a quote in such a cell is doubled.',
        place: { file, line },
        cause: error,
    });
}

// EXTERNAL MODULE: external "node:buffer"
var external_node_buffer_ = __webpack_require__(4573);
;// CONCATENATED MODULE: ./src/mailboxes/decode.ts


const NEWLINE = 0x0a;
/**
 * The text of a list file, without its byte order mark: UTF-8, or UTF-16 where a mark says so, as `Out-File` of Windows
 * PowerShell 5 writes it. Throws a UserError `LIST_ENCODING` for anything else: guessing would turn names into others.
 */
function decodeList(bytes, file) {
    const encoding = encodingOf(bytes);
    if (encoding === 'utf-8' && !(0,external_node_buffer_.isUtf8)(bytes)) {
        throw encodingError(`${file} is not UTF-8.`, { file, line: firstBrokenLine(bytes) });
    }
    const text = new TextDecoder(encoding).decode(bytes);
    if (text.includes('\0'))
        throw encodingError(`${file} holds NUL characters, so it is not UTF-8 text.`, { file });
    // What UTF-16 cannot decode becomes U+FFFD, and no list holds that on purpose.
    if (encoding !== 'utf-8' && text.includes('\ufffd'))
        throw encodingError(`${file} is broken UTF-16.`, { file });
    return text;
}
function encodingOf(bytes) {
    if (bytes[0] === 0xff && bytes[1] === 0xfe)
        return 'utf-16le';
    if (bytes[0] === 0xfe && bytes[1] === 0xff)
        return 'utf-16be';
    return 'utf-8';
}
/** A newline's byte is never part of a longer UTF-8 sequence, so each line is broken or whole by itself. */
function firstBrokenLine(bytes) {
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
        hint: 'Save the file as UTF-8; in PowerShell, write it with -Encoding utf8.',
        place,
    });
}

// EXTERNAL MODULE: ./node_modules/jsonc-parser/lib/umd/main.js
var main = __webpack_require__(99547);
;// CONCATENATED MODULE: ./src/mailboxes/json.ts



const DEEPEST = 100;
const SHAPES = 'an array of addresses or of objects, or an object whose "value" is such an array, as Graph answers';
/**
 * Reads a JSON array of addresses, of objects with an address under one of their keys, or such an array under `value`.
 * https://www.rfc-editor.org/rfc/rfc8259: no comments, no trailing commas. The text is visited, never built up: a tree of
 * 300,000 entries takes hundreds of megabytes, and a parsed value has no lines.
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
            // A text begins behind its quote.
            const column = character + (typeof value === 'string' ? 2 : 1);
            walk.value(textOf(value), { line: line + 1, column });
        },
        onError: (code, _offset, _length, line, character) => {
            throw malformed(source.file, inWords((0,main.printParseErrorCode)(code)), { line: line + 1, column: character + 1 });
        },
    }, { disallowComments: true, allowTrailingComma: false, allowEmptyContent: false });
    walk.end();
}
/** Follows the visitor through the text and picks out what stands where addresses should. */
class ListWalk {
    source;
    found;
    depth = 0;
    /** The depth inside the list's array while that is open. */
    listDepth;
    listSeen = false;
    lastProperty = '';
    entry;
    /** The address key, folded. The first object that has one decides. */
    key;
    keyless;
    constructor(source, found) {
        this.source = source;
        this.found = found;
    }
    open(bracket, at) {
        if (this.depth >= DEEPEST)
            throw malformed(this.source.file, 'nested too deeply', { line: at.line });
        if (this.depth === this.listDepth && bracket === '{')
            this.entry = { at, fields: new Map() };
        else if (this.listDepth !== undefined)
            this.value(`${bracket}…`, at);
        else if (bracket === '[' && !this.listSeen && this.listStartsHere()) {
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
    /** A value in the list, or in an object of the list; any other is passed over. */
    value(text, at) {
        if (this.listDepth === undefined)
            return;
        if (this.depth === this.listDepth)
            this.hand(text, at);
        else if (this.depth === this.listDepth + 1 && this.entry !== undefined) {
            const name = this.lastProperty;
            if (this.key === undefined || foldedName(name) === this.key)
                this.entry.fields.set(name, { text, at });
        }
    }
    end() {
        const { file } = this.source;
        if (!this.listSeen)
            throw malformed(file, 'there is no list in it', { line: 1 });
        if (this.key === undefined && this.keyless !== undefined) {
            throw noColumnError(this.source, { noun: 'key', ...this.keyless });
        }
    }
    listStartsHere() {
        return this.depth === 0 || (this.depth === 1 && this.lastProperty === 'value');
    }
    hand(text, { line, column }) {
        this.found(text, line, () => column);
    }
    closeEntry({ fields, at }) {
        this.entry = undefined;
        const names = [...fields.keys()];
        const position = addressColumn(names, this.key ?? this.source.column);
        const name = position === undefined ? undefined : names[position];
        if (name === undefined)
            this.keyless ??= { names, line: at.line };
        else
            this.key ??= foldedName(name);
        const field = name === undefined ? undefined : fields.get(name);
        this.hand(field?.text ?? '', field?.at ?? at);
    }
}
/** A null is no address at all, such as Graph's `mail` of a user without a mailbox. */
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
    return new errors/* UserError */.yo('LIST_MALFORMED', `${file}, ${where}: this is no JSON list of mailboxes: ${what}.`, {
        hint: `The file must be ${SHAPES}, in plain JSON without comments and trailing commas.`,
        place: { file, ...at },
    });
}

;// CONCATENATED MODULE: ./src/mailboxes/txt.ts
/**
 * Reads an address a line. Blank lines and lines that start with `#` are left out, and so is a comment behind an address;
 * its `#` follows a blank, since the user principal name of a guest holds `#EXT#`.
 */
function readTxt(text, _source, found) {
    // Neither split() nor a global expression: what they make of 300,000 lines is more than the list itself.
    for (let start = 0, line = 1; start < text.length; line += 1) {
        const end = lineEnd(text, start);
        readLine(text.slice(start, end), line, found);
        start = end + (text.startsWith('\r\n', end) ? 2 : 1);
    }
}
function lineEnd(text, start) {
    for (let position = start; position < text.length; position += 1) {
        const character = text[position];
        if (character === '\n' || character === '\r')
            return position;
    }
    return text.length;
}
function readLine(text, line, found) {
    const comment = text.includes('#') ? text.search(/(?:^|\s)#/) : -1;
    const address = comment === -1 ? text : text.slice(0, comment);
    if (address.trim() !== '')
        found(address, line, () => address.search(/\S/) + 1);
}

// EXTERNAL MODULE: ./src/mailboxes/unreadable.ts
var unreadable = __webpack_require__(52057);
;// CONCATENATED MODULE: ./src/mailboxes/list-file.ts








/** By file name extension. */
const READERS = new Map([
    ['.txt', readTxt],
    ['.csv', readCsv],
    ['.json', readJson],
]);
/** The reader of a list's format, which its extension tells. Throws a UserError `LIST_FORMAT`. */
function readerFor({ file }) {
    const reader = READERS.get(external_node_path_default().extname(file).toLowerCase());
    if (reader !== undefined)
        return reader;
    throw new errors/* UserError */.yo('LIST_FORMAT', `${file} is none of the formats a mailbox list can have: .txt, .csv, .json.`, {
        hint: 'Give the file the extension of what it holds (.txt: an address a line), or narrow "mailboxes" to the lists.',
        place: { file },
    });
}
/** The text of a list. Throws a UserError `LIST_UNREADABLE` or `LIST_ENCODING`. */
async function listText({ file, realPath }) {
    return decodeList(await bytesOf({ file, realPath }), file);
}
async function bytesOf({ file, realPath }) {
    try {
        return await (0,promises_.readFile)(realPath);
    }
    catch (error) {
        throw (0,unreadable/* unreadableError */.S)(file, error);
    }
}
/** The error for lists that hold nothing. */
function emptyError(files) {
    const [file] = files;
    return new errors/* UserError */.yo('LIST_EMPTY', `There is no mailbox address in ${files.join(', ')}.`, {
        hint: 'Put at least one address into a list that "mailboxes" names. In a .txt file, lines that start with # are comments.',
        ...(file === undefined ? {} : { place: { file } }),
    });
}


/***/ }),

/***/ 52057:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   S: () => (/* binding */ unreadableError),
/* harmony export */   c: () => (/* binding */ fileErrorCode)
/* harmony export */ });
/* harmony import */ var _errors_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(83916);

/** The error code of Node's file system calls, such as `ENOENT`; '' for anything else that was thrown. */
function fileErrorCode(error) {
    const hasCode = typeof error === 'object' && error !== null && 'code' in error;
    return hasCode && typeof error.code === 'string' ? error.code : '';
}
/** The error for a list file that is there and cannot be read. */
function unreadableError(file, cause) {
    const code = fileErrorCode(cause);
    return new _errors_js__WEBPACK_IMPORTED_MODULE_0__/* .UserError */ .yo('LIST_UNREADABLE', `${file} cannot be read${code === '' ? '' : ` (${code})`}.`, {
        hint: 'It must be a regular file that the user of the runner may read.',
        place: { file },
        cause,
    });
}


/***/ }),

/***/ 3151:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   $c: () => (/* binding */ annotateDuplicates),
/* harmony export */   TF: () => (/* binding */ annotateError),
/* harmony export */   dv: () => (/* binding */ annotateFindings),
/* harmony export */   f_: () => (/* binding */ MOST_MARKED),
/* harmony export */   qZ: () => (/* binding */ annotateUnread),
/* harmony export */   tf: () => (/* binding */ annotateWarning),
/* harmony export */   ty: () => (/* binding */ placeProperties)
/* harmony export */ });
/* harmony import */ var _errors_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(83916);
/* harmony import */ var _sink_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(73126);
/* harmony import */ var _runner_log_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(47708);
/* harmony import */ var _text_numbers_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(92613);
/* harmony import */ var _unread_hints_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(67189);
/* harmony import */ var _tally_js__WEBPACK_IMPORTED_MODULE_5__ = __webpack_require__(91319);






/** GitHub shows ten warnings a step, and drops the rest. https://docs.github.com/rest/checks/runs */
const MOST_WARNINGS = 10;
/** At lines of the list: who has more to look at reads the report. */
const MOST_MARKED = 10;
/**
 * Says in exactly one error annotation what ended the run: a UserError with its code, hint and place, and anything else
 * as a bug of ours. Causes and stacks stand under debug. Exit codes are the caller's.
 */
function annotateError(core, error) {
    if (error instanceof _errors_js__WEBPACK_IMPORTED_MODULE_0__/* .UserError */ .yo) {
        core.error((0,_runner_log_js__WEBPACK_IMPORTED_MODULE_3__/* .logLines */ .O)(`${error.message}\n${error.hint}`), { title: error.code, ...placeProperties(error.place) });
        if (error.cause !== undefined)
            core.debug((0,_runner_log_js__WEBPACK_IMPORTED_MODULE_3__/* .logLines */ .O)(`Caused by: ${(0,_errors_js__WEBPACK_IMPORTED_MODULE_0__/* .describeError */ .Uc)(error.cause)}`));
        return;
    }
    core.error((0,_runner_log_js__WEBPACK_IMPORTED_MODULE_3__/* .logLines */ .O)((0,_errors_js__WEBPACK_IMPORTED_MODULE_0__/* .describeError */ .Uc)(error)), { title: 'Unexpected error, this is a bug in Mailbox Report' });
    if (error instanceof Error && error.stack !== undefined)
        core.debug((0,_runner_log_js__WEBPACK_IMPORTED_MODULE_3__/* .logLines */ .O)(error.stack));
}
/** Says what a user should mend, though nothing fails of it: with code, hint and place. */
function annotateWarning(core, { code, message, hint, place }) {
    core.warning((0,_runner_log_js__WEBPACK_IMPORTED_MODULE_3__/* .logLines */ .O)(`${message}\n${hint}`), { title: code, ...placeProperties(place) });
}
/**
 * Warns of unread mailboxes, at most ten, each on the line of the list where its address stands, and of every cause at
 * least one; the others are counted in a line of the log. Mailboxes that a cancelled run did not ask are only counted.
 * Under `counts` one warning counts them all and names none.
 */
function annotateUnread(core, tally, { detail, warned, marked }) {
    if (tally.unread === 0)
        return;
    if (detail === 'counts') {
        const verb = tally.unread === 1 ? 'was' : 'were';
        const total = (0,_text_numbers_js__WEBPACK_IMPORTED_MODULE_1__/* .counted */ .hS)(tally.unread, 'mailbox', 'mailboxes');
        core.warning(`${total} ${verb} not read: ${byCause(tally)}.`, { title: 'Mailboxes not read' });
        return;
    }
    const shown = inTurns(tally, Math.max(1, Math.min(MOST_MARKED - marked, MOST_WARNINGS - warned)));
    for (const { status, mailbox } of shown) {
        const { address, error, file, line } = mailbox;
        core.warning((0,_runner_log_js__WEBPACK_IMPORTED_MODULE_3__/* .logLines */ .O)(`${address}: ${error === '' ? _unread_hints_js__WEBPACK_IMPORTED_MODULE_2__/* .REMEDIES */ .l[status] : error}`), {
            title: `Mailbox not read: ${status}`,
            file,
            startLine: line,
        });
    }
    if (tally.unread > shown.length) {
        const more = shown.length === 0 ? '' : ' more';
        const others = tally.unread - shown.length;
        core.info(`${(0,_text_numbers_js__WEBPACK_IMPORTED_MODULE_1__/* .count */ .U9)(others)}${more} ${others === 1 ? 'mailbox was' : 'mailboxes were'} not read; in all: ` +
            `${byCause(tally)}. See the CSV.`);
    }
}
/** One less than GitHub shows, where one more error says why the step fails. */
const MOST_ERRORS = 9;
/**
 * Marks what a policy found at the lines of the list where mailboxes stand, of each broken rule one mailbox, then of each
 * a second, ten at most; the rest is counted in a line of the log. Under `counts` one warning counts them all and names no
 * mailbox.
 */
function annotateFindings(core, tally, { detail, failing, warned: before, most }) {
    const { violationCount, warningCount } = tally;
    const total = violationCount + warningCount;
    if (total === 0)
        return { warnings: 0, marked: 0 };
    const all = [
        ...(violationCount === 0 ? [] : [(0,_text_numbers_js__WEBPACK_IMPORTED_MODULE_1__/* .counted */ .hS)(violationCount, 'violation', 'violations')]),
        ...(warningCount === 0 ? [] : [(0,_text_numbers_js__WEBPACK_IMPORTED_MODULE_1__/* .counted */ .hS)(warningCount, 'warning', 'warnings')]),
    ].join(' and ');
    if (detail === 'counts') {
        core.warning(`The policy found ${all}.`, { title: 'Policy' });
        return { warnings: 1, marked: 0 };
    }
    const mostWarnings = Math.max(1, MOST_WARNINGS - before);
    let errors = 0;
    let warned = 0;
    for (const highlight of tally.highlights) {
        if (errors + warned >= most)
            break;
        const { rule, verdict, address, file, line, more } = highlight;
        const others = more === 0 ? '' : `, and ${(0,_text_numbers_js__WEBPACK_IMPORTED_MODULE_1__/* .count */ .U9)(more)} more`;
        const message = `${address}: ${rule.title}. ${(0,_sink_js__WEBPACK_IMPORTED_MODULE_4__/* .findingText */ .N)(highlight)}${others}`;
        const properties = { title: `Policy: ${rule.id}`, file, startLine: line };
        if (verdict === 'fail' && failing) {
            if (errors >= MOST_ERRORS)
                continue;
            core.error((0,_runner_log_js__WEBPACK_IMPORTED_MODULE_3__/* .logLines */ .O)(message), properties);
            errors += 1;
        }
        else if (warned < mostWarnings) {
            core.warning((0,_runner_log_js__WEBPACK_IMPORTED_MODULE_3__/* .logLines */ .O)(message), properties);
            warned += 1;
        }
    }
    const marked = errors + warned;
    const verb = marked === 1 ? 'is' : 'are';
    core.info(`The policy found ${all}; ${(0,_text_numbers_js__WEBPACK_IMPORTED_MODULE_1__/* .count */ .U9)(marked)} of them ${verb} marked at the list. See violations.csv.`);
    return { warnings: warned, marked };
}
/** Warns once of addresses that the lists repeat, on the line of the first repetition. Under `counts` it names none. */
function annotateDuplicates(core, list, detail) {
    const [first] = list.duplicates;
    if (first === undefined)
        return;
    const { mailbox, firstAt } = first;
    const lines = `${(0,_text_numbers_js__WEBPACK_IMPORTED_MODULE_1__/* .counted */ .hS)(list.duplicateCount, 'line', 'lines')} of the mailbox lists`;
    const which = list.duplicateCount === 1 ? 'It is' : 'The first is';
    const named = ` ${which} ${mailbox.address}, which stands in ${firstAt.file}, line ${firstAt.line} already.`;
    core.warning((0,_runner_log_js__WEBPACK_IMPORTED_MODULE_3__/* .logText */ .k)(`${lines} ${list.duplicateCount === 1 ? 'repeats an address' : 'repeat addresses'}, reported once.` +
        (detail === 'full' ? named : '')), { title: 'Repeated mailboxes', ...placeProperties({ file: mailbox.file, line: mailbox.line }) });
}
/** Where GitHub marks a place in the workspace. */
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
function byCause(tally) {
    return tally.causes.map((status) => `${(0,_text_numbers_js__WEBPACK_IMPORTED_MODULE_1__/* .count */ .U9)(tally.unreadBy(status))} ${status}`).join(', ');
}
/** The first mailbox of each cause, then the second of each, and so on. */
function inTurns(tally, most) {
    const causes = _tally_js__WEBPACK_IMPORTED_MODULE_5__/* .UNREAD_STATUSES */ .P1.filter((status) => status !== 'cancelled').map((status) => tally
        .unreadMailboxes(status)
        .slice(0, most)
        .map((mailbox) => ({ status, mailbox })));
    const turns = Array.from({ length: most }, (_, turn) => causes.flatMap((cause) => cause.slice(turn, turn + 1)));
    return turns.flat().slice(0, most);
}


/***/ }),

/***/ 73126:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   N: () => (/* binding */ findingText),
/* harmony export */   W: () => (/* binding */ findingsOf)
/* harmony export */ });
/* harmony import */ var _text_display_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(24745);

/** The findings of a mailbox, by report and rule, in the order of both. */
function findingsOf({ reports }) {
    let findings = NONE;
    for (const { verdict } of reports) {
        if (verdict === undefined)
            continue;
        for (const rule of verdict.rules) {
            if (rule.findings.length > 0)
                findings = findings === NONE ? rule.findings : findings.concat(rule.findings);
        }
    }
    return findings;
}
/** Most mailboxes have none: nothing is made for them. */
const NONE = [];
/** Longest text of a cell in a sentence: a reply, or the conditions of a rule, can be of many thousand characters. */
const LONGEST_CELL = 200;
/**
 * A finding in one sentence, on one line in which nothing is hidden: `ExternalTargets of "To home" is x@example.com,
 * expected nothing`. Hostile text until escaped for where it goes.
 */
function findingText({ item, column, found, expected, }) {
    const of = item === '' ? '' : ` of "${shownCell(item)}"`;
    if (column === '')
        return `Graph keeps back what the rule would have to know${of}`;
    const text = (0,_text_display_js__WEBPACK_IMPORTED_MODULE_0__/* .cellText */ .Ie)(found);
    return `${column}${of} is ${text === '' ? 'blank' : shownCell(text)}, expected ${shownCell(expected)}`;
}
function shownCell(text) {
    return (0,_text_display_js__WEBPACK_IMPORTED_MODULE_0__/* .visibleLine */ .P8)((0,_text_display_js__WEBPACK_IMPORTED_MODULE_0__/* .shortened */ .vI)(text, LONGEST_CELL));
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

/** Everything that Markdown, HTML or a table row gives a meaning to, wherever in a line it stands. */
const MARKS = /[&<>"`*_{}[\]\\|~^=$!#@]/g;
/** What begins a list, a heading's underline or a rule at the start of a line. */
const LINE_START = /^(?:[-+]|(\d+)([.)]))/;
/** Where GitHub makes links of bare text: behind the Markdown, so that entities alone do not stop it. */
const LINK_STARTS = /@(?=\S)|#(?=\d)|\bGH-(?=\d)|:(?=\/\/)|www\.(?=\S)|\b(?:mailto|xmpp):(?=\S)/gi;
/** Shows nothing and allows no line break: https://www.unicode.org/charts/PDF/U2000.pdf */
const WORD_JOINER = '\u2060';
const PLAIN_WORD = /[\p{L}\p{M}\p{N}.:!#$%&'*+/\\=?^_{}~@-]+/u.source;
const PLAIN_CODE = new RegExp(`^${PLAIN_WORD}(?: ${PLAIN_WORD})*$`, 'u');
/**
 * Foreign text for GitHub's Markdown, in a paragraph, a list item or a table cell: it shows as what it is, on one line.
 * Marks become character references, which Markdown takes for text and never for structure
 * (https://spec.commonmark.org/0.31.2/#entity-and-numeric-character-references); mentions, references and bare links are
 * broken by a character that does not show. Cut at `length` characters.
 */
function markdownText(text, length = 2_000) {
    return (0,_text_display_js__WEBPACK_IMPORTED_MODULE_0__/* .visibleLine */ .P8)((0,_text_display_js__WEBPACK_IMPORTED_MODULE_0__/* .shortened */ .vI)(text, length))
        .replace(/\s+/g, ' ')
        .trim()
        .replace(LINK_STARTS, (start) => start + WORD_JOINER)
        .replace(MARKS, reference)
        .replace(LINE_START, (mark, digits, end) => digits === undefined || end === undefined ? reference(mark) : digits + reference(end));
}
/** An address, a path or another short text, as code: nothing in it is linked, and it can be copied. */
function markdownCode(text) {
    return PLAIN_CODE.test(text) ? `\`${text}\`` : markdownText(text);
}
/** A link where the address is one of the web's, else its text alone. */
function markdownLink(text, url) {
    const shown = markdownText(text);
    const parsed = URL.parse(url);
    if (parsed?.protocol !== 'https:' && parsed?.protocol !== 'http:')
        return shown;
    const target = parsed.href.replace(/[^\w:/?=&%.~+,;@-]/g, (mark) => mark === '#' ? mark : `%${mark.charCodeAt(0).toString(16).toUpperCase().padStart(2, '0')}`);
    return `[${shown}](${target})`;
}
/** A table with its blank line behind. Cells are Markdown already; from the second column on they are numbers. */
function markdownTable(header, rows, numbers = true) {
    const rule = header.map((_, column) => (numbers && column > 0 ? '---:' : '---'));
    return `${[header, rule, ...rows].map((cells) => `| ${cells.join(' | ')} |`).join('\n')}\n\n`;
}
/** Content behind a line that opens it, both Markdown; the blank lines around it are what makes GitHub read it so. */
function folded(line, content) {
    return `<details><summary>${line}</summary>\n\n${content}</details>\n\n`;
}
function reference(mark) {
    return `&#${mark.charCodeAt(0)};`;
}


/***/ }),

/***/ 23535:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   o: () => (/* binding */ writeStepSummary)
/* harmony export */ });
/* harmony import */ var node_fs_promises__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(51455);
/* harmony import */ var node_fs_promises__WEBPACK_IMPORTED_MODULE_0___default = /*#__PURE__*/__webpack_require__.n(node_fs_promises__WEBPACK_IMPORTED_MODULE_0__);
/* harmony import */ var _errors_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(83916);
/* harmony import */ var _runner_log_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(47708);



/**
 * Appends Markdown to the job summary of this step. Runners tell the file in GITHUB_STEP_SUMMARY; where none does, as on
 * old servers, there is none. A summary that cannot be written takes nothing from the report and must not hide why a
 * step failed: it is a warning.
 */
async function writeStepSummary(core, env, markdown) {
    const file = env.GITHUB_STEP_SUMMARY ?? '';
    if (file === '')
        return;
    try {
        await (0,node_fs_promises__WEBPACK_IMPORTED_MODULE_0__.appendFile)(file, markdown.endsWith('\n') ? markdown : `${markdown}\n`);
    }
    catch (error) {
        core.warning((0,_runner_log_js__WEBPACK_IMPORTED_MODULE_2__/* .logText */ .k)(`The job summary could not be written: ${(0,_errors_js__WEBPACK_IMPORTED_MODULE_1__/* .describeError */ .Uc)(error)}`));
    }
}


/***/ }),

/***/ 91319:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   F0: () => (/* binding */ Tally),
/* harmony export */   P1: () => (/* binding */ UNREAD_STATUSES),
/* harmony export */   qV: () => (/* binding */ mostFrequentFirst)
/* harmony export */ });
/* harmony import */ var _text_display_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(24745);

/** Why mailboxes were not read, in the order in which they are told: what a person can mend comes first. */
const UNREAD_STATUSES = [
    'access-denied',
    'not-found',
    'no-mailbox',
    'throttled',
    'failed',
    'cancelled',
];
const MOST_MAILBOXES_A_STATUS = 1_000;
const LONGEST_ERROR = 300;
/** Why mailboxes were not read, as far as there are any: what is so of most comes first, and then as they are told. */
function mostFrequentFirst(tally) {
    return tally.causes.toSorted((one, other) => tally.unreadBy(other) - tally.unreadBy(one));
}
/** Counts mailboxes that were read and that were not, as they pass. What it holds is bounded, whatever the tenant. */
class Tally {
    #total = 0;
    #unread = 0;
    #counts = new Map();
    #mailboxes = new Map();
    /** Once for each mailbox. */
    add({ mailbox, status, error }) {
        this.#total += 1;
        if (status === 'ok')
            return;
        this.#unread += 1;
        this.#counts.set(status, this.unreadBy(status) + 1);
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
        return this.#total - this.#unread;
    }
    get unread() {
        return this.#unread;
    }
    unreadBy(status) {
        return this.#counts.get(status) ?? 0;
    }
    /** Why mailboxes were not read, as far as there are any, in the order in which they are told. */
    get causes() {
        return UNREAD_STATUSES.filter((status) => this.unreadBy(status) > 0);
    }
    /** The first 1,000 of them, in the list's order. */
    unreadMailboxes(status) {
        return this.#mailboxes.get(status) ?? [];
    }
}


/***/ }),

/***/ 67189:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   l: () => (/* binding */ REMEDIES)
/* harmony export */ });
/** What happened to mailboxes of a status, and what to do about it: plain text. */
const REMEDIES = {
    'access-denied': 'Graph refuses these mailboxes to the application. Check that an administrator has granted admin consent to the ' +
        'permission that the report names, and that the mailboxes lie within what the application may reach: its scope ' +
        'in RBAC for Applications (Test-ServicePrincipalAuthorization shows it), or an application access policy, the older ' +
        'way (Test-ApplicationAccessPolicy). Exchange Online may take two hours to follow a change.',
    'not-found': 'Nobody in the tenant has such an address. Correct it in the list, or take it out. Graph finds a mailbox by its user ' +
        'principal name: where that differs from the mail address, list the user principal name.',
    'no-mailbox': 'The user exists, but has no mailbox in Exchange Online that Graph can read: it is on-premises, inactive, deleted or ' +
        'without a licence. Assign a licence or migrate the mailbox, or take the address out of the list.',
    throttled: 'Microsoft 365 refused these mailboxes until the retries were used up. Run the workflow again, away from the hours of ' +
        'other applications that read the same mailboxes; where it comes back, set "concurrency" to a low number.',
    failed: 'Graph gave an error, or no answer, until the retries were used up. Run the workflow again. Where it comes back, look ' +
        'at the service health in the Microsoft 365 admin center; with debug logging the log has the request ids that ' +
        "Microsoft's support asks for.",
    cancelled: 'The run ended before these mailboxes were asked. Run the workflow again, with a longer timeout-minutes if that ' +
        'ended it.',
};


/***/ }),

/***/ 36267:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  v: () => (/* binding */ builtInReports)
});

;// CONCATENATED MODULE: ./src/reports/built-in/column-types.ts
// What cells can hold, besides null, as JSON Schemas.
/** Never the empty one: what is blank is null. */
const TEXT = { type: 'string', minLength: 1 };
const TRUTH = { type: 'boolean' };
const WHOLE_NUMBER = { type: 'integer' };
const TEXTS = { type: 'array', items: { type: 'string' } };
/** In UTC, or as Graph has it where nobody knows the time zone: `2027-01-04T06:00:00 Customized Time Zone`. */
const TIME = {
    type: 'string',
    pattern: '^[0-9]{4}-[0-9]{2}-[0-9]{2}T[0-9]{2}:[0-9]{2}:[0-9]{2}(?:Z$| )',
    minLength: 20,
    allOf: [{ not: { format: 'date' } }, { not: { format: 'time' } }, { not: { format: 'iso-time' } }],
    examples: ['2027-01-04T06:00:00Z'],
};
/** Of working hours, whose time zone is a column of its own: the format `time` wants one within. */
const TIME_OF_DAY = {
    type: 'string',
    pattern: '^[0-9]{2}:[0-9]{2}:',
    not: { format: 'time' },
    examples: ['08:00:00'],
};
/** An object of which some members are known, as schemas of their values. */
function objectWith(members) {
    return { type: 'object', properties: members };
}
/** One of Graph's enum values, in its spelling. */
function oneOf(...values) {
    return { enum: values };
}
/** Several of Graph's enum values. */
function someOf(...values) {
    return { type: 'array', items: { enum: values } };
}

;// CONCATENATED MODULE: ./src/reports/built-in/automatic-replies.ts

/**
 * The automatic replies of a mailbox with both messages as plain text.
 * https://learn.microsoft.com/graph/api/resources/automaticrepliessetting
 */
const automaticReplies = {
    name: 'automatic-replies',
    permission: 'MailboxSettings.Read',
    request: { path: 'mailboxSettings/automaticRepliesSetting', version: 'v1.0' },
    columns: {
        AutomaticReplyStatus: 'status',
        AutomaticReplyExternalAudience: 'externalAudience',
        // Graph fills both dates with a stale day where nothing is scheduled; they would read as a planned absence.
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
 * Who may do what in the default calendar, one row a grant. The grant to everyone inside is called "My Organization" and
 * has no address. https://learn.microsoft.com/graph/api/calendar-list-calendarpermissions names the permission, which the
 * list of app roles in Entra ID calls `Calendars.ReadBasic.All`.
 */
const calendarPermissions = {
    name: 'calendar-permissions',
    permission: 'Calendars.ReadBasic',
    // "Some" of OData's options are supported, the documentation says, and not which: so none is sent.
    request: { path: 'calendar/calendarPermissions', version: 'v1.0' },
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
};

;// CONCATENATED MODULE: ./src/reports/built-in/folders.ts

/** Names may hold a slash, and a path must not tell of folders that are none. */
const PATH = String.raw `join('/', map(&replace(replace(displayName || '', '\\', '\\\\'), '/', '\\/'), [parents, [@]][]))`;
/**
 * The mail folders, each followed by those inside it. Hidden folders are left out, and Graph's v1.0 tells no sizes. Search
 * folders are listed as folders are, with the messages that they find. https://learn.microsoft.com/graph/api/user-list-mailfolders
 */
const folders = {
    name: 'folders',
    permission: 'Mail.ReadBasic.All',
    request: {
        path: 'mailFolders',
        version: 'v1.0',
        // Pages hold ten folders unless more are asked for.
        query: { $top: '250', $select: 'id,displayName,childFolderCount,totalItemCount,unreadItemCount' },
        children: { path: 'mailFolders/{id}/childFolders', when: 'childFolderCount > `0`' },
    },
    rows: 'value',
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
};

;// CONCATENATED MODULE: ./src/reports/built-in/inbox-rules.ts

/**
 * Graph lists rules that it cannot show, such as those made for Outlook alone: read-only, and nothing of what they do.
 * A property that is there and says nothing counts as missing.
 */
const KEPT_BACK = 'isReadOnly && !(values(actions || `{}`)[?@])';
/** https://learn.microsoft.com/graph/api/resources/messagerulepredicates */
const PREDICATES = objectWith({
    importance: oneOf('low', 'normal', 'high'),
    sensitivity: oneOf('normal', 'personal', 'private', 'confidential'),
    messageActionFlag: oneOf(...['any', 'call', 'doNotForward', 'followUp', 'fyi', 'forward', 'noResponseNecessary', 'read', 'reply'], ...['replyToAll', 'review']),
});
/** What a rule does, which of one that is kept back is not known to be nothing. */
function ifShown(action) {
    return `(${KEPT_BACK}) ? \`null\` : ${action}`;
}
/**
 * The rules of the inbox, in no order but Graph's; `Sequence` is the order in which they run. Delegates, forwarding of the
 * mailbox itself and hidden rules are not in Graph. https://learn.microsoft.com/graph/api/resources/messagerule
 */
const inboxRules = {
    name: 'inbox-rules',
    permission: 'MailboxSettings.Read',
    // The documentation promises no $top for rules, and a refused option would fail every mailbox.
    request: { path: 'mailFolders/inbox/messageRules', version: 'v1.0' },
    rows: 'value',
    inconclusive: KEPT_BACK,
    columns: {
        RuleName: 'displayName',
        Sequence: 'sequence',
        Enabled: 'isEnabled',
        HasError: 'hasError',
        ReadOnly: 'isReadOnly',
        ForwardTo: 'addresses(actions.forwardTo)',
        RedirectTo: 'addresses(actions.redirectTo)',
        ForwardAsAttachmentTo: 'addresses(actions.forwardAsAttachmentTo)',
        ExternalTargets: `(${KEPT_BACK}) ? 'inconclusive' ` +
            ': external([actions.forwardTo, actions.redirectTo, actions.forwardAsAttachmentTo][])',
        Hides: `(${KEPT_BACK}) ? 'inconclusive' ` +
            ': (actions.delete || actions.permanentDelete || actions.moveToFolder && actions.markAsRead) ? `true` : `false`',
        Delete: ifShown('actions.delete'),
        PermanentDelete: ifShown('actions.permanentDelete'),
        MoveToFolder: 'actions.moveToFolder',
        CopyToFolder: 'actions.copyToFolder',
        MarkAsRead: ifShown('actions.markAsRead'),
        MarkImportance: 'actions.markImportance',
        AssignCategories: 'actions.assignCategories',
        StopProcessingRules: ifShown('actions.stopProcessingRules'),
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
};

;// CONCATENATED MODULE: ./src/reports/built-in/mailbox-settings.ts

/**
 * The settings of a mailbox, as `Get-MailboxSettingsReport` listed them and in its order, and the rest of what Graph's
 * `mailboxSettings` holds. Any property may be missing, and `userPurpose` comes as a word or as `{"value": word}`.
 * https://learn.microsoft.com/graph/api/resources/mailboxsettings
 */
const mailboxSettings = {
    name: 'mailbox-settings',
    permission: 'MailboxSettings.Read',
    request: { path: 'mailboxSettings', version: 'v1.0' },
    columns: {
        Language: 'language.displayName',
        Locale: 'language.locale',
        TimeZone: 'timeZone',
        AutomaticReplyStatus: 'automaticRepliesSetting.status',
        AutomaticReplyExternalAudience: 'automaticRepliesSetting.externalAudience',
        // Graph fills both dates with a stale day where nothing is scheduled; they would read as a planned absence.
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
};

;// CONCATENATED MODULE: ./src/reports/built-in.ts





/** The reports that need no file of the user's own, by name. */
const builtInReports = new Map([mailboxSettings, automaticReplies, inboxRules, calendarPermissions, folders].map((report) => [report.name, report]));


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
/* harmony import */ var _built_in_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(36267);



const FILE = /[/\\]|\.ya?ml$/i;
const LONGEST_SHOWN = 60;
/**
 * The reports that the input "report" names, in its order: names of built-in ones, and paths of report files. Throws a
 * UserError: `INPUT_INVALID` for a name of none, `REPORT_FILE` for a file that cannot be read or is wrong,
 * `REPORT_NAME_TAKEN` where two would write the same files.
 *
 * @param workspace absolute path of the repository's checkout
 */
async function chooseReports(names, workspace) {
    const chosen = new ChosenReports();
    for (const entry of names)
        chosen.add(entry, isReportFile(entry) ? await ofFile(entry, workspace) : namedReport(entry));
    return chosen.all();
}
/** Reports that are chosen together, in their order, each of another name. */
class ChosenReports {
    #chosen = new Map();
    /** Throws the UserError `REPORT_NAME_TAKEN`. `entry`: what the input has. */
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
/** Whether an entry of the input is the path of a report file, and not a name. */
function isReportFile(entry) {
    return FILE.test(entry);
}
/** What reads YAML takes a while to load, and most runs do without. */
async function ofFile(entry, workspace) {
    const { readReportFile } = await Promise.all(/* import() */[__webpack_require__.e(129), __webpack_require__.e(815), __webpack_require__.e(631), __webpack_require__.e(597)]).then(__webpack_require__.bind(__webpack_require__, 28597));
    return readReportFile(entry, workspace);
}
/** The built-in report of that name. Throws the UserError `INPUT_INVALID`. */
function namedReport(entry) {
    const report = _built_in_js__WEBPACK_IMPORTED_MODULE_1__/* .builtInReports */ .v.get(entry.toLowerCase());
    if (report !== undefined)
        return report;
    const names = [..._built_in_js__WEBPACK_IMPORTED_MODULE_1__/* .builtInReports */ .v.keys()];
    const meant = (0,_text_did_you_mean_js__WEBPACK_IMPORTED_MODULE_2__/* .didYouMean */ .a)(entry, names);
    const shown = entry.length > LONGEST_SHOWN ? `${entry.slice(0, LONGEST_SHOWN)}…` : entry;
    throw new _errors_js__WEBPACK_IMPORTED_MODULE_0__/* .UserError */ .yo('INPUT_INVALID', `The input "report" cannot be ${JSON.stringify(shown)}.`, {
        hint: (meant === undefined ? '' : `Did you mean "${meant}"? `) +
            `Use ${names.map((name) => `"${name}"`).join(', ')}, or the path of a report file, such as reports/${/^[a-z0-9-]{1,40}$/.test(entry) ? entry : 'categories'}.yml.`,
    });
}
function nameTaken(name, first, second) {
    const twice = first === second;
    return new _errors_js__WEBPACK_IMPORTED_MODULE_0__/* .UserError */ .yo('REPORT_NAME_TAKEN', twice
        ? `The input "report" names ${first} twice.`
        : `The input "report" names two reports that are called "${name}": ${first} and ${second}.`, {
        hint: twice
            ? 'Remove one of them.'
            : 'Each report writes files of its name: change "name" in one of the files, or leave one out.',
    });
}


/***/ }),

/***/ 54530:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   J4: () => (/* binding */ childrenPath),
/* harmony export */   Zq: () => (/* binding */ requestPath),
/* harmony export */   aN: () => (/* binding */ MAILBOX_COLUMN),
/* harmony export */   aZ: () => (/* binding */ VERDICT_COLUMNS),
/* harmony export */   bq: () => (/* binding */ STATUS_COLUMNS),
/* harmony export */   lo: () => (/* binding */ columnNames)
/* harmony export */ });
/** The column that names the mailbox: the first in every report. */
const MAILBOX_COLUMN = 'MailboxName';
/** The columns that say whether a mailbox was read: after the report's own. */
const STATUS_COLUMNS = ['Status', 'Error'];
/** The columns that a policy adds. Reports cannot use these names. */
const VERDICT_COLUMNS = ['Verdict', 'Violations'];
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

/***/ 97815:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  W: () => (/* binding */ compileExpression),
  z: () => (/* binding */ isTruthy)
});

// EXTERNAL MODULE: ./node_modules/@jmespath-community/jmespath/dist/index.mjs
var dist = __webpack_require__(34022);
// EXTERNAL MODULE: ./src/errors.ts
var errors = __webpack_require__(83916);
// EXTERNAL MODULE: ./src/json.ts
var json = __webpack_require__(8301);
// EXTERNAL MODULE: ./src/reports/expressions/plain-text.ts
var plain_text = __webpack_require__(10787);
;// CONCATENATED MODULE: ./src/reports/expressions/recipients.ts

/** What stands for a recipient who has neither an address nor a name. */
const UNNAMED = 'unnamed';
/**
 * The addresses of Graph's recipients, `[{emailAddress: {name, address}}]`, in their order. Who has no address is called by
 * name. An `emailAddress` by itself and a text count as recipients too, and one recipient as an array of one.
 * https://learn.microsoft.com/graph/api/resources/recipient
 */
function addressesOf(recipients) {
    return given(recipients).map((recipient) => targetOf(recipient).shown);
}
/**
 * Those addresses that do not plainly lead to a mailbox inside, each once. X.500 addresses and names stay, since nobody
 * can tell where they lead, also a name that looks like an address inside; without `inside` everything stays: what is
 * reported in vain does less harm than what is not.
 */
function outsideAddresses(recipients, inside) {
    const found = new Map();
    for (const recipient of given(recipients)) {
        const { shown, address } = targetOf(recipient);
        const key = shown.toLowerCase();
        if ((address === undefined || inside?.holds(address) !== true) && !found.has(key))
            found.set(key, shown);
    }
    return [...found.values()];
}
function given(recipients) {
    const all = Array.isArray(recipients) ? recipients : [recipients];
    return all.filter((recipient) => recipient !== null && recipient !== undefined);
}
/** What a recipient is called, and its address where it has one. */
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
/** Exchange writes addresses with their type in places, as in `SMTP:megan@contoso.com`. */
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
 * name; where it is none of these, the answer is undefined, since a guessed instant would be worse than none.
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
    // The offset is taken at the instant looked for, which a second step finds also beside a change of the clocks.
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
/** How far the zone's clocks are ahead of UTC at an instant, in ms. */
function offsetAt(format, instant) {
    const part = new Map(format.formatToParts(instant).map(({ type, value }) => [type, Number(value)]));
    const field = (type) => part.get(type) ?? 0;
    const local = Date.UTC(field('year'), field('month') - 1, field('day'), field('hour'), field('minute'), field('second'));
    return local - Math.floor(instant / 1000) * 1000;
}

;// CONCATENATED MODULE: ./src/reports/expressions/functions.ts





/**
 * The functions that expressions have besides JMESPath's own:
 * - `same(a, b)`: whether two words are equal without case, as Graph's enum values must be compared;
 * - `utc(dateTimeTimeZone)`: the instant as `2026-11-25T08:00:00Z`;
 * - `time(timeOfDay)`: `08:00:00.0000000` as `08:00:00`;
 * - `plain_text(html)`: the text of a message;
 * - `addresses(recipients)`: their addresses;
 * - `external(recipients)`: those addresses that do not lead to an inside mailbox.
 */
const addedFunctions = {
    same: { takes: 2, of: ([a, b]) => typeof a === 'string' && typeof b === 'string' && fold(a) === fold(b) },
    utc: { takes: 1, of: ([value]) => utc(value) },
    time: { takes: 1, of: ([value]) => (typeof value === 'string' ? value.replace(/\.0+$/, '') : null) },
    plain_text: { takes: 1, of: ([html]) => (typeof html === 'string' ? (0,plain_text/* plainText */.w)(html) : null) },
    addresses: { takes: 1, of: ([recipients]) => addressesOf(recipients) },
    external: { takes: 1, of: ([recipients, key]) => outsideAddresses(recipients, insideBehind(key)) },
};
let registered = false;
/** Makes them known to the library, which has one set of functions for the whole process. */
function registerFunctions() {
    if (registered)
        return;
    registered = true;
    for (const [name, { takes, of }] of Object.entries(addedFunctions)) {
        const signature = Array.from({ length: takes }, () => ({ types: [dist/* TYPE_ANY */.uU] }));
        (0,dist/* register */.kz)(name, of, name === 'external' ? [...signature, { types: [dist/* TYPE_ANY */.uU] }] : signature);
    }
}
const insides = new WeakMap();
/**
 * The argument that tells `external` which domains are inside: compiling adds it to every call, since a function of the
 * library is the same for all expressions, whereas the domains belong to the run.
 */
function insideArgument(inside) {
    const key = [];
    if (inside !== undefined)
        insides.set(key, inside);
    return { type: 'Literal', value: key };
}
function insideBehind(key) {
    return typeof key === 'object' && key !== null ? insides.get(key) : undefined;
}
function fold(word) {
    return word.toLowerCase();
}
/** A zone that nobody can place is kept beside the local time, so that the cell misleads nobody. */
function utc(value) {
    if (!(0,json/* isRecord */.u4)(value) || typeof value.dateTime !== 'string')
        return null;
    const timeZone = typeof value.timeZone === 'string' ? value.timeZone : 'UTC';
    return toUtc(value.dateTime, timeZone) ?? `${value.dateTime} ${timeZone}`;
}

;// CONCATENATED MODULE: ./src/reports/expressions/function-calls.ts



/** Every call in an expression's tree, the outer before the inner. */
function* functionCalls(tree) {
    if (Array.isArray(tree)) {
        for (const child of tree)
            yield* functionCalls(child);
    }
    else if ((0,json/* isRecord */.u4)(tree) && tree.type !== 'Literal') {
        const { type, name, children } = tree;
        if (type === 'Function' && typeof name === 'string' && Array.isArray(children))
            yield { name, children };
        for (const child of Object.values(tree))
            yield* functionCalls(child);
    }
}
/**
 * What an expression must not hold, undefined where there is nothing of the kind: a name that JavaScript's own objects
 * have and no answer of Graph, which the library would find there, and a reference to an expression in place of a value.
 */
function refusedIn(tree) {
    if ((0,json/* isRecord */.u4)(tree) && tree.type === 'ExpressionReference')
        return 'an expression with & is no value';
    const name = inheritedName(tree);
    return name === undefined ? undefined : `no answer has '${name}'`;
}
function inheritedName(tree) {
    if (Array.isArray(tree))
        return tree.map(inheritedName).find((name) => name !== undefined);
    if (!(0,json/* isRecord */.u4)(tree) || tree.type === 'Literal')
        return undefined;
    const { type, name } = tree;
    if (type === 'Field' && typeof name === 'string' && name in Object.prototype)
        return name;
    return inheritedName(Object.values(tree));
}
/**
 * What is wrong with a call: no function has its name, or it takes another number of arguments. The library would tell
 * only of a call that it comes to, so perhaps of none of the first thousand mailboxes. Undefined where nothing is wrong.
 */
function wrongCall({ name, children: { length: given } }) {
    const functions = dist/* TreeInterpreter */.Z2.runtime._functionTable;
    const known = Object.hasOwn(functions, name) ? functions[name] : undefined;
    if (known === undefined)
        return `there is no function '${name}'; there are ${Object.keys(functions).sort().join(', ')}`;
    const signature = known._signature;
    const least = addedFunctions[name]?.takes ?? signature.filter(({ optional }) => optional !== true).length;
    const most = signature.at(-1)?.variadic === true ? Infinity : (addedFunctions[name]?.takes ?? signature.length);
    if (given >= least && given <= most)
        return undefined;
    const takes = most === least ? `${least}` : most === Infinity ? `at least ${least}` : `${least} to ${most}`;
    return `${name}() takes ${takes} argument${takes === '1' || takes === 'at least 1' ? '' : 's'}, not ${given}`;
}

;// CONCATENATED MODULE: ./src/reports/expressions/expression.ts





const PLAIN_PATH = /^[A-Za-z_]\w*(?:\.[A-Za-z_]\w*)*$/;
/**
 * Compiles a JMESPath expression (https://jmespath.site). A plain path, such as `language.displayName`, is walked
 * directly: the interpreter would cost more than the whole of the rest of a row. `functions.ts` lists the functions that
 * are added to those of the language; `inside` is what its `external` takes for inside, nothing if undefined.
 *
 * Throws a UserError `EXPRESSION` where the text does not parse, or calls a function that does not exist or takes another
 * number of arguments. What it gives throws where a function of the language gets a value of a type that it does not take.
 */
function compileExpression(text, inside) {
    if (PLAIN_PATH.test(text))
        return plainPath(text.split('.'));
    registerFunctions();
    const tree = parsed(text);
    const refused = refusedIn(tree);
    if (refused !== undefined)
        throw notAnExpression(text, refused);
    for (const call of functionCalls(tree)) {
        const wrong = wrongCall(call);
        if (wrong !== undefined)
            throw notAnExpression(text, wrong);
        if (call.name === 'external')
            call.children.push(insideArgument(inside));
    }
    return (answer) => dist/* TreeInterpreter */.Z2.search(tree, answer);
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
        hint: 'See https://jmespath.site for the language, and docs/reports.md for the functions that are added to it.',
        cause,
    });
}
function plainPath(keys) {
    return (answer) => {
        let value = answer;
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
/** More than an automatic reply can have; what stands beyond it is left out. */
const LONGEST = 128 * 1024;
const TAG = /<(?:\/?[a-z][a-z0-9]*[\s/>]|!)/i;
/** `<adele@contoso.com>`, as people write addresses: no tag, though a parser takes it for one. */
const ADDRESS = /<(?=[^\s<>@]+@[^\s<>@]+>)/g;
const A_LINE = { leadingLineBreaks: 1, trailingLineBreaks: 1 };
const CELL = { suffix: ' ' };
const options = {
    wordwrap: false,
    // Browsers show what stands around the body too.
    baseElements: { selectors: [] },
    limits: { maxInputLength: LONGEST, maxDepth: 100, maxChildNodes: 10_000, ellipsis: '…' },
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
/** Loads what `plainText` needs, which takes a while; most reports do without. */
async function loadPlainText() {
    const { compile } = await __webpack_require__.e(/* import() */ 557).then(__webpack_require__.bind(__webpack_require__, 95557));
    converters ??= { ofHtml: compile(options), ofText: compile({ ...options, preserveNewlines: true }) };
}
/**
 * HTML as plain text, for reading: lines end in `\n`, a row of a table is a line, there are no pictures, and what a link
 * leads to stands behind it only where its text is another. A message without any tag keeps the lines that it has. Whoever
 * owns the mailbox wrote the HTML, so its length, depth and breadth are bounded. `loadPlainText` comes first.
 */
function plainText(html) {
    if (converters === undefined)
        throw new Error('plainText comes behind loadPlainText');
    const { ofHtml, ofText } = converters;
    const written = html.slice(0, LONGEST).replaceAll(/\r\n?/g, '\n');
    const hasTags = TAG.test(written);
    const escaped = written.replaceAll(hasTags ? ADDRESS : '<', '&lt;');
    // Cut again, since the library would print a warning.
    const text = (hasTags ? ofHtml : ofText)(escaped.slice(0, LONGEST));
    const lines = text.replaceAll('\u00a0', ' ').split('\n');
    return lines
        .map((line) => line.trimEnd())
        .join('\n')
        .replaceAll(/\n{3,}/g, '\n\n')
        .trim();
}


/***/ }),

/***/ 47708:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   O: () => (/* binding */ logLines),
/* harmony export */   k: () => (/* binding */ logText)
/* harmony export */ });
/* harmony import */ var _text_display_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(24745);

const LONGEST_LINE = 2_000;
/**
 * Foreign text for one line of the log. The runner takes a line for a command that starts, after blanks, with `::`, or
 * has `##[` anywhere (https://github.com/actions/runner/blob/main/src/Runner.Common/ActionCommand.cs), and a terminal
 * obeys escape sequences: a backslash or a visible notation takes that from them. Cut at 2,000 characters.
 */
function logText(text) {
    return (0,_text_display_js__WEBPACK_IMPORTED_MODULE_0__/* .visibleLine */ .P8)((0,_text_display_js__WEBPACK_IMPORTED_MODULE_0__/* .shortened */ .vI)(text, LONGEST_LINE))
        .replace(/^(\s*)::/, '$1\\::')
        .replaceAll('##[', '##\\[');
}
/** Foreign text of several lines, each made safe by itself. Blank lines are left out. */
function logLines(text) {
    return text
        .split(/\r\n|\r|\n/)
        .filter((line) => line.trim() !== '')
        .map(logText)
        .join('\n');
}


/***/ }),

/***/ 63180:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   a: () => (/* binding */ didYouMean)
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
/* harmony export */   hS: () => (/* binding */ counted),
/* harmony export */   p0: () => (/* binding */ duration)
/* harmony export */ });
const GROUPED = new Intl.NumberFormat('en-US', { maximumFractionDigits: 0 });
/** A count with thousands separators: `12,400`. */
function count(number) {
    return GROUPED.format(number);
}
/** Texts as a list in a sentence: `none, contactsOnly or all`. */
function listed(texts, word) {
    const last = texts.at(-1) ?? '';
    return texts.length < 2 ? last : `${texts.slice(0, -1).join(', ')} ${word} ${last}`;
}
/** A count with its noun: `1 mailbox`, `12,400 mailboxes`. */
function counted(number, singular, plural) {
    return `${count(number)} ${number === 1 ? singular : plural}`;
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

/***/ 26971:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   F: () => (/* binding */ isInside),
/* harmony export */   s: () => (/* binding */ readWorkspaceFile)
/* harmony export */ });
/* harmony import */ var node_fs_promises__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(51455);
/* harmony import */ var node_fs_promises__WEBPACK_IMPORTED_MODULE_0___default = /*#__PURE__*/__webpack_require__.n(node_fs_promises__WEBPACK_IMPORTED_MODULE_0__);
/* harmony import */ var node_path__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(76760);
/* harmony import */ var node_path__WEBPACK_IMPORTED_MODULE_1___default = /*#__PURE__*/__webpack_require__.n(node_path__WEBPACK_IMPORTED_MODULE_1__);
/* harmony import */ var _errors_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(83916);
/* harmony import */ var _mailboxes_unreadable_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(52057);
/* harmony import */ var _text_did_you_mean_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(63180);





/** Longer than any file that is read whole, and short enough to be read. What is longer is cut there. */
const LONGEST = 16 * 1024 * 1024;
/** Where such files are likely to be; a walk through a whole monorepo would take too long. */
const LIKELY_DIRECTORIES = ['', '*/', '*/*/', '.github/', '.github/*/'];
const MOST_COMPARED = 500;
/**
 * Reads a file of the workspace. One outside it is refused, behind a symbolic link too: the file's name and links can come
 * from a fork's pull request. Throws a UserError of the code given.
 */
async function readWorkspaceFile(file, workspace, wanted) {
    const { code, noun, input } = wanted;
    const root = node_path__WEBPACK_IMPORTED_MODULE_1___default().resolve(workspace);
    const realRoot = await (0,node_fs_promises__WEBPACK_IMPORTED_MODULE_0__.realpath)(workspace);
    // Windows separates with backslashes, and a workflow that was written there is read elsewhere.
    const absolute = node_path__WEBPACK_IMPORTED_MODULE_1___default().resolve(root, file.replaceAll('\\', '/'));
    const from = [root, realRoot].find((base) => isInside(absolute, base));
    const outside = () => new _errors_js__WEBPACK_IMPORTED_MODULE_2__/* .UserError */ .yo(code, `The ${noun} ${file} is outside the workspace.`, {
        hint: `The input "${input}" takes paths relative to the root of the repository; copy the file there in an earlier step.`,
    });
    if (from === undefined)
        throw outside();
    const shown = node_path__WEBPACK_IMPORTED_MODULE_1___default().relative(from, absolute).split((node_path__WEBPACK_IMPORTED_MODULE_1___default().sep)).join('/');
    try {
        const realPath = await (0,node_fs_promises__WEBPACK_IMPORTED_MODULE_0__.realpath)(absolute);
        if (!isInside(realPath, realRoot))
            throw outside();
        const stats = await (0,node_fs_promises__WEBPACK_IMPORTED_MODULE_0__.stat)(realPath);
        if (stats.isFile() && stats.size <= LONGEST)
            return { bytes: await (0,node_fs_promises__WEBPACK_IMPORTED_MODULE_0__.readFile)(realPath), shown };
        throw new _errors_js__WEBPACK_IMPORTED_MODULE_2__/* .UserError */ .yo(code, `The ${noun} ${shown || file} is ${stats.isFile() ? 'too large' : 'no regular file'}.`, {
            hint: `Let "${input}" name the file itself.`,
        });
    }
    catch (error) {
        if (error instanceof _errors_js__WEBPACK_IMPORTED_MODULE_2__/* .UserError */ .yo)
            throw error;
        const reason = (0,_mailboxes_unreadable_js__WEBPACK_IMPORTED_MODULE_3__/* .fileErrorCode */ .c)(error);
        if (reason === 'ENOENT' || reason === 'ENOTDIR')
            throw await notFound(shown, root, wanted);
        throw new _errors_js__WEBPACK_IMPORTED_MODULE_2__/* .UserError */ .yo(code, `The ${noun} ${shown} cannot be read${reason === '' ? '' : ` (${reason})`}.`, {
            hint: 'It must be a regular file that the user of the runner may read.',
            place: { file: shown },
            cause: error,
        });
    }
}
/** Whether an absolute path is a folder or lies in it. */
function isInside(absolute, base) {
    const relative = node_path__WEBPACK_IMPORTED_MODULE_1___default().relative(base, absolute);
    return relative !== '..' && !relative.startsWith(`..${(node_path__WEBPACK_IMPORTED_MODULE_1___default().sep)}`) && !node_path__WEBPACK_IMPORTED_MODULE_1___default().isAbsolute(relative);
}
async function notFound(shown, root, wanted) {
    const { code, noun, input, names } = wanted;
    const near = await nearFile(shown, root, wanted);
    const name = (0,_text_did_you_mean_js__WEBPACK_IMPORTED_MODULE_4__/* .didYouMean */ .a)(node_path__WEBPACK_IMPORTED_MODULE_1___default().posix.parse(shown).name, names);
    const meant = near ?? (name === undefined ? undefined : `the built-in ${name}`);
    return new _errors_js__WEBPACK_IMPORTED_MODULE_2__/* .UserError */ .yo(code, `There is no ${noun} ${shown} in the workspace.`, {
        hint: (meant === undefined ? '' : `Did you mean ${meant}? `) +
            `Commit the file, run actions/checkout before this action, and give its path in "${input}" relative to the root of ` +
            'the repository.',
    });
}
/** A file with nearly the same path, or elsewhere with nearly the same name. */
async function nearFile(shown, root, { extensions }) {
    const byPath = [];
    const patterns = LIKELY_DIRECTORIES.flatMap((directory) => extensions.map((extension) => `${directory}*.${extension}`));
    for await (const match of (0,node_fs_promises__WEBPACK_IMPORTED_MODULE_0__.glob)(patterns, { cwd: root, exclude: (entry) => entry === 'node_modules' })) {
        if (byPath.push(match.split((node_path__WEBPACK_IMPORTED_MODULE_1___default().sep)).join('/')) >= MOST_COMPARED)
            break;
    }
    const stem = (file) => node_path__WEBPACK_IMPORTED_MODULE_1___default().posix.parse(file).name;
    const same = (0,_text_did_you_mean_js__WEBPACK_IMPORTED_MODULE_4__/* .didYouMean */ .a)(stem(shown), byPath.map(stem));
    return (0,_text_did_you_mean_js__WEBPACK_IMPORTED_MODULE_4__/* .didYouMean */ .a)(shown, byPath) ?? byPath.find((file) => stem(file) === same);
}


/***/ })

};
