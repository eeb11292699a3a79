export const id = 129;
export const ids = [129];
export const modules = {

/***/ 79622:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   K$: () => (/* binding */ checkWorkspaceFile),
/* harmony export */   Ng: () => (/* binding */ statInWorkspace),
/* harmony export */   WP: () => (/* binding */ realPathInWorkspace),
/* harmony export */   X7: () => (/* binding */ nearFile),
/* harmony export */   df: () => (/* binding */ slashed),
/* harmony export */   ep: () => (/* binding */ pathInWorkspace),
/* harmony export */   fg: () => (/* binding */ isGlob),
/* harmony export */   sL: () => (/* binding */ readWorkspaceFile),
/* harmony export */   xJ: () => (/* binding */ workspaceAt)
/* harmony export */ });
/* harmony import */ var node_fs_promises__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(51455);
/* harmony import */ var node_fs_promises__WEBPACK_IMPORTED_MODULE_0___default = /*#__PURE__*/__webpack_require__.n(node_fs_promises__WEBPACK_IMPORTED_MODULE_0__);
/* harmony import */ var node_path__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(76760);
/* harmony import */ var node_path__WEBPACK_IMPORTED_MODULE_1___default = /*#__PURE__*/__webpack_require__.n(node_path__WEBPACK_IMPORTED_MODULE_1__);
/* harmony import */ var _errors_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(83916);
/* harmony import */ var _text_did_you_mean_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(63180);




/** Rejects with the error of the file system if the folder does not exist. */
async function workspaceAt(folder) {
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
    const beside = dir === '' || isGlob(dir) ? [] : [`${dir}/`];
    const files = [];
    const patterns = [...beside, ...LIKELY_DIRECTORIES].map((directory) => `${directory}*.*`);
    for await (const match of (0,node_fs_promises__WEBPACK_IMPORTED_MODULE_0__.glob)(patterns, { cwd: root, exclude: (entry) => entry === 'node_modules' })) {
        if (!extensions.includes(node_path__WEBPACK_IMPORTED_MODULE_1___default().extname(match).slice(1).toLowerCase()))
            continue;
        if (files.push(slashed(match)) >= MAX_COMPARED)
            break;
    }
    const nameOf = (found) => node_path__WEBPACK_IMPORTED_MODULE_1___default().posix.parse(found).name;
    const sameName = (0,_text_did_you_mean_js__WEBPACK_IMPORTED_MODULE_3__/* .didYouMean */ .a)(name, files.map(nameOf));
    return (0,_text_did_you_mean_js__WEBPACK_IMPORTED_MODULE_3__/* .didYouMean */ .a)(file, files) ?? files.find((found) => nameOf(found) === sameName);
}
/** Whether a path can be a glob. */
function isGlob(file) {
    return /[*?[\]{}]|[!+@]\(/.test(file);
}
const MAX_BYTES = 16 * 1024 * 1024;
/** Reads and parses a file of the workspace. A file that cannot be read is a problem. */
function checkWorkspaceFile(file, folder, wanted, parse) {
    return (0,_errors_js__WEBPACK_IMPORTED_MODULE_2__/* .collectProblems */ .vX)(async () => {
        const { bytes, shown } = await readWorkspaceFile(file, folder, wanted);
        return parse(bytes, shown);
    });
}
/**
 * Reads a file of the workspace whole. Throws a UserError of the given code if the file is missing, unreadable, no
 * regular file, too large or outside the workspace, also through a symbolic link.
 */
async function readWorkspaceFile(file, folder, wanted) {
    const { code, noun, input, maxBytes = MAX_BYTES } = wanted;
    const workspace = await workspaceAt(folder);
    const outside = () => new _errors_js__WEBPACK_IMPORTED_MODULE_2__/* .UserError */ .yo(code, `The ${noun} ${file} is outside the workspace.`, {
        hint: `"${input}" takes paths relative to the root of the repository. Copy the file there.`,
    });
    const shown = pathInWorkspace(file, workspace);
    if (shown === undefined)
        throw outside();
    try {
        const { kind, size } = await statInWorkspace(shown, workspace);
        if (kind === 'missing')
            throw await notFound(shown, workspace.root, wanted);
        const realPath = await realPathInWorkspace(shown, workspace);
        if (realPath === undefined)
            throw outside();
        if (kind === 'file' && size <= maxBytes)
            return { bytes: await (0,node_fs_promises__WEBPACK_IMPORTED_MODULE_0__.readFile)(realPath), shown };
        const message = `The ${noun} ${shown || file} is ${kind === 'file' ? 'too large' : 'not a regular file'}.`;
        const hint = `Set "${input}" to the path of the file itself.`;
        throw new _errors_js__WEBPACK_IMPORTED_MODULE_2__/* .UserError */ .yo(code, message, { hint });
    }
    catch (error) {
        if (error instanceof _errors_js__WEBPACK_IMPORTED_MODULE_2__/* .UserError */ .yo)
            throw error;
        const reason = (0,_errors_js__WEBPACK_IMPORTED_MODULE_2__/* .systemErrorCode */ .vq)(error);
        throw new _errors_js__WEBPACK_IMPORTED_MODULE_2__/* .UserError */ .yo(code, `The ${noun} ${shown} cannot be read${reason === '' ? '' : ` (${reason})`}.`, {
            hint: 'It must be a regular file that this user may read.',
            place: { file: shown },
            cause: error,
        });
    }
}
async function notFound(shown, root, wanted) {
    const { code, noun, input, names = [], extensions } = wanted;
    const near = await nearFile(shown, root, extensions);
    const name = (0,_text_did_you_mean_js__WEBPACK_IMPORTED_MODULE_3__/* .didYouMean */ .a)(node_path__WEBPACK_IMPORTED_MODULE_1___default().posix.parse(shown).name, names);
    const meant = near ?? (name === undefined ? undefined : `the built-in ${name}`);
    return new _errors_js__WEBPACK_IMPORTED_MODULE_2__/* .UserError */ .yo(code, `There is no ${noun} ${shown} in the workspace.`, {
        hint: (meant === undefined ? '' : `Did you mean ${meant}? `) +
            `Set "${input}" to its path relative to the root of the repository. In a workflow, commit the file, and run ` +
            'actions/checkout before this action.',
    });
}


/***/ }),

/***/ 61254:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   $4: () => (/* binding */ NAMES_PERMISSION),
/* harmony export */   RG: () => (/* binding */ GROUPS_PERMISSION),
/* harmony export */   ZE: () => (/* binding */ Groups),
/* harmony export */   dw: () => (/* binding */ MAX_MEMBERS)
/* harmony export */ });
/* unused harmony exports GROUPS_PATH, MEMBERS_PATH */
/* harmony import */ var _json_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(8301);
/* harmony import */ var _mailboxes_mailbox_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(6404);
/* harmony import */ var _listing_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(64136);



/** Of a group. Beyond them, the group stands for its members. */
const MAX_MEMBERS = 1_000;
/** The permission to list groups and their members. https://learn.microsoft.com/graph/api/group-list-transitivemembers */
const GROUPS_PERMISSION = 'GroupMember.Read.All';
/** Without it, Graph lists users among members with their IDs alone. https://learn.microsoft.com/graph/permissions-overview */
const NAMES_PERMISSION = 'User.ReadBasic.All';
/** Of groups with an address: others are no recipients, so that nothing can be shared with them in Exchange. */
const GROUPS_PATH = '/v1.0/groups?$filter=mailEnabled%20eq%20true&$select=id,displayName,mail,proxyAddresses,visibility&$top=999';
/** Below a group. */
const MEMBERS_PATH = 'transitiveMembers?$select=id,displayName,mail,userPrincipalName&$top=999';
/** Errors that end a query, as the error of its result. */
const UNEXPANDABLE = ['hidden', 'too-many', 'unnamed'];
/** The groups of the tenant: one listing, and each group whose members are asked for once. */
class Groups {
    #options;
    #groups = new Map();
    /** By address in lower case. */
    #addresses = new Map();
    #members = new Map();
    /** Many groups have the same members. */
    #known = new Map();
    constructor(options) {
        this.#options = options;
    }
    /** Lists the groups. Returns why they are not known; undefined if they are. */
    list() {
        return (0,_listing_js__WEBPACK_IMPORTED_MODULE_0__/* .readListing */ .v)(GROUPS_PATH, this, this.#options.listing);
    }
    get(id) {
        return this.#groups.get(id.toLowerCase());
    }
    byAddress(address) {
        return this.#addresses.get(address.toLowerCase());
    }
    /** The members of groups, in their order. */
    members(groups) {
        const unread = new Map();
        for (const { id, isHidden } of groups) {
            if (this.#members.has(id))
                continue;
            if (isHidden)
                this.#members.set(id, Promise.resolve('hidden'));
            else
                this.#members.set(id, new Promise((resolve) => unread.set(id, resolve)));
        }
        const read = unread.size === 0 ? undefined : this.#read(unread);
        const all = Promise.all(groups.map(({ id }) => this.#members.get(id) ?? Promise.resolve('hidden')));
        return read === undefined ? all : Promise.all([all, read]).then(([members]) => members);
    }
    add(items) {
        for (const item of items) {
            const [id, name, address] = [textOf(item, 'id'), textOf(item, 'displayName'), textOf(item, 'mail')];
            if (id === '')
                throw new TypeError('A group has no id');
            const visibility = (0,_json_js__WEBPACK_IMPORTED_MODULE_1__/* .property */ .MZ)(item, 'visibility');
            // Security groups and distribution lists have none: null.
            const isHidden = visibility === undefined || (visibility !== null && textOf(item, 'visibility') === 'HiddenMembership');
            const group = { id, name, address, isHidden };
            this.#groups.set(id.toLowerCase(), group);
            const proxies = (0,_json_js__WEBPACK_IMPORTED_MODULE_1__/* .property */ .MZ)(item, 'proxyAddresses');
            for (const text of [address, ...(Array.isArray(proxies) ? proxies : [])]) {
                const [, found] = typeof text === 'string' ? (/^(?:smtp:)?([^:]+@[^:]+)$/i.exec(text) ?? []) : [];
                if (found !== undefined)
                    this.#addresses.set(found.toLowerCase(), group);
            }
        }
    }
    restart() {
        this.#groups.clear();
        this.#addresses.clear();
    }
    async #read(unread) {
        const ids = (0,_mailboxes_mailbox_js__WEBPACK_IMPORTED_MODULE_2__/* .mailboxList */ .h7)([...unread.keys()].map((id) => ({ address: id, file: '', line: 1 })));
        const query = {
            ...{ version: 'v1.0', root: 'groups', path: MEMBERS_PATH },
            newCollector: () => this.#collector(),
        };
        for await (const answers of this.#options.read(ids, query)) {
            for (const { mailbox, results } of answers) {
                const [result] = results;
                if (result !== undefined)
                    unread.get(mailbox.address)?.(membersIn(result));
            }
        }
    }
    #collector() {
        const found = new Map();
        return {
            onPage: (page) => {
                const items = (0,_json_js__WEBPACK_IMPORTED_MODULE_1__/* .property */ .MZ)(page, 'value');
                if (!Array.isArray(items))
                    throw new TypeError('A page has no array "value"');
                for (const item of items)
                    this.#addMember(item, found);
                return [];
            },
            result: () => [...found.values()],
        };
    }
    #addMember(item, found) {
        const [id, type] = [textOf(item, 'id'), textOf(item, '@odata.type').replace('#microsoft.graph.', '')];
        if (id === '')
            throw new TypeError('A member has no id');
        // The members of a group in it are in the list themselves, unless they are hidden.
        if (type === 'group' && this.get(id)?.isHidden === true)
            throw unexpandable('hidden');
        if (type === 'group' || type === 'device')
            return;
        const [principal, mail, name] = [
            textOf(item, 'userPrincipalName'),
            textOf(item, 'mail'),
            textOf(item, 'displayName'),
        ];
        const isGuest = /#ext#@/i.test(principal);
        const label = (isGuest ? mail || principal : principal || mail) || (type === 'servicePrincipal' ? name : '');
        if (label === '')
            throw unexpandable('unnamed');
        const member = this.#known.get(id) ?? { label, name: name === '' ? null : name };
        this.#known.set(id, member);
        found.set(id, member);
        if (found.size > MAX_MEMBERS)
            throw unexpandable('too-many');
    }
}
function unexpandable(kind) {
    return new Error(kind);
}
function membersIn(result) {
    if (result.status === 'ok')
        return result.value;
    return UNEXPANDABLE.find((kind) => kind === result.error) ?? result;
}
function textOf(item, name) {
    const value = (0,_json_js__WEBPACK_IMPORTED_MODULE_1__/* .isObject */ .Gv)(item) ? (0,_json_js__WEBPACK_IMPORTED_MODULE_1__/* .property */ .MZ)(item, name) : undefined;
    return typeof value === 'string' ? value : '';
}


/***/ }),

/***/ 64136:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   v: () => (/* binding */ readListing)
/* harmony export */ });
/* harmony import */ var node_timers_promises__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(58500);
/* harmony import */ var node_timers_promises__WEBPACK_IMPORTED_MODULE_0___default = /*#__PURE__*/__webpack_require__.n(node_timers_promises__WEBPACK_IMPORTED_MODULE_0__);
/* harmony import */ var _errors_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(83916);
/* harmony import */ var _json_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(8301);
/* harmony import */ var _query_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(588);




/** Links to next pages may never end: at 100 objects a page, a million. */
const MAX_PAGES = 10_000;
/** How often a listing is read, if a page after the first cannot be used: its skip token may have expired. */
const ATTEMPTS = 2;
/**
 * Reads all pages of a listing of the tenant. Returns why it is not whole; undefined if it is. A part of a listing is never passed
 * off as the whole. https://learn.microsoft.com/graph/paging
 *
 * @param path with version and query, such as `/beta/users?$top=999`
 */
async function readListing(path, sink, options) {
    for (let attempt = 1;; attempt++) {
        const end = await readOnce(path, sink, options);
        if (end === undefined)
            return undefined;
        sink.restart();
        const { failure, page } = end;
        // Of a listing, it says nothing about a mailbox.
        const status = ['access-denied', 'throttled', 'cancelled'].includes(failure.status) ? failure.status : 'failed';
        const where = page === 1 ? '' : ` (page ${page})`;
        const mayChange = status === 'failed' && page > 1 && attempt < ATTEMPTS;
        if (!mayChange)
            return { status, error: failure.error === '' ? '' : `${failure.error}${where}` };
    }
}
async function readOnce(first, sink, { get, graphUrl }) {
    const [, version = ''] = first.split('/');
    const root = `${graphUrl}/${version}`;
    const known = new Set([first]);
    const pages = new Set();
    let answer = get(first);
    for (let page = 1; answer !== undefined; page++) {
        const result = await answer;
        if (result.status !== 'ok')
            return { failure: result, page };
        try {
            const { value } = result;
            const next = (0,_query_js__WEBPACK_IMPORTED_MODULE_2__/* .nextPage */ .Z)(value, root);
            if (next.kind === 'refused')
                throw new Error(next.error);
            answer = undefined;
            if (next.kind === 'path') {
                const path = `/${version}${next.path}`;
                if (resourceOf(path) !== resourceOf(first))
                    throw new Error('The link to the next page leads to another resource');
                if (known.has(path))
                    throw new Error('The link to the next page leads back to a page that was read');
                if (page >= MAX_PAGES)
                    throw new Error(`There are more than ${MAX_PAGES} pages`);
                known.add(path);
                answer = get(path);
                // Adding a page takes some ms, so the next request is sent first.
                await (0,node_timers_promises__WEBPACK_IMPORTED_MODULE_0__.setImmediate)();
            }
            sink.add(objectsOf(value, pages));
        }
        catch (error) {
            return { failure: { status: 'failed', error: (0,_errors_js__WEBPACK_IMPORTED_MODULE_1__/* .describeError */ .Uc)(error) }, page };
        }
    }
    return undefined;
}
/** The path without its query, however it is encoded. */
function resourceOf(path) {
    const [resource = ''] = path.split('?');
    return decodeURIComponent(resource).toLowerCase().replace(/\/$/, '');
}
/** @param pages the pages that were read: one that repeats takes the place of another, or leads round in a circle */
function objectsOf(page, pages) {
    const value = (0,_json_js__WEBPACK_IMPORTED_MODULE_3__/* .property */ .MZ)(page, 'value');
    if (!Array.isArray(value))
        throw new TypeError('A page has no array "value"');
    const items = value.filter(_json_js__WEBPACK_IMPORTED_MODULE_3__/* .isObject */ .Gv);
    if (items.length < value.length)
        throw new TypeError('A page has an item that is no object');
    const ends = `${value.length} ${JSON.stringify(items[0] ?? null)} ${JSON.stringify(items.at(-1) ?? null)}`;
    if (items.length > 0 && pages.has(ends))
        throw new TypeError('A page has the objects of another page');
    pages.add(ends);
    return items;
}


/***/ }),

/***/ 588:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   Z: () => (/* binding */ nextPage)
/* harmony export */ });
/** OData 4.01 allows the name without `odata.`. */
const LINK = /^@(?:odata\.)?nextlink$/i;
/**
 * The path of the next page relative to the version, exactly as Graph wrote it: its skip token is opaque. The case of the link's name
 * does not count. A link to
 * another host, or out of the version, is refused, because the access token is sent with the request.
 * https://learn.microsoft.com/graph/paging
 *
 * @param root URL of the version, such as `https://graph.microsoft.com/v1.0`
 */
function nextPage(page, root) {
    const [found, other] = Object.entries(page).filter(([name, link]) => LINK.test(name) && link !== null);
    if (found === undefined)
        return { kind: 'none' };
    const [, link] = found;
    if (other !== undefined)
        return { kind: 'refused', error: 'The response has two links to the next page' };
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


/***/ }),

/***/ 6404:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   c3: () => (/* binding */ listOf),
/* harmony export */   h7: () => (/* binding */ mailboxList),
/* harmony export */   it: () => (/* binding */ MailboxCollector)
/* harmony export */ });
const MAX_DUPLICATES_KEPT = 10;
/** Collects the mailboxes of a list, each address once. */
class MailboxCollector {
    #byAddress = new Map();
    #duplicates = [];
    #duplicateCount = 0;
    /** Adds a mailbox with a valid and trimmed address. Returns the one that the list already has with the address. */
    add(mailbox) {
        const key = mailbox.address.toLowerCase();
        const firstAt = this.#byAddress.get(key);
        if (firstAt === undefined)
            this.#byAddress.set(key, mailbox);
        else {
            this.#duplicateCount += 1;
            if (this.#duplicates.length < MAX_DUPLICATES_KEPT)
                this.#duplicates.push({ mailbox, firstAt });
        }
        return firstAt;
    }
    /**
     * @param files paths of all list files, relative to the workspace
     * @param columns names of the list's columns
     */
    list(files, columns) {
        const repeated = { duplicateCount: this.#duplicateCount, duplicates: this.#duplicates };
        return listOf([...this.#byAddress.values()], { ...repeated, files, columns });
    }
}
/** A list of mailboxes, each address once. Parameters as those of `MailboxCollector`. */
function mailboxList(listed, files = [], columns = []) {
    const collector = new MailboxCollector();
    for (const mailbox of listed)
        collector.add(mailbox);
    return collector.list(files, columns);
}
/** A list of mailboxes without duplicates. */
function listOf(mailboxes, about) {
    const at = (position) => {
        const mailbox = mailboxes[position];
        if (mailbox !== undefined)
            return mailbox;
        throw new RangeError(`The list has ${mailboxes.length} mailboxes and none at position ${position}.`);
    };
    return { ...about, mailboxes, length: mailboxes.length, at };
}


/***/ }),

/***/ 33278:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  v: () => (/* binding */ builtInReports)
});

// EXTERNAL MODULE: ./src/reports/built-in/access.ts
var access = __webpack_require__(33704);
// EXTERNAL MODULE: ./src/reports/built-in/column-types.ts
var column_types = __webpack_require__(61444);
;// CONCATENATED MODULE: ./src/reports/built-in/accounts.ts

const LAST = 'signIn.signInActivity.lastSignInDateTime';
const LAST_OTHER = 'signIn.signInActivity.lastNonInteractiveSignInDateTime';
const PREMIUM = 'the application permission AuditLog.Read.All and Microsoft Entra ID P1';
const LICENSED = { type: 'array', minItems: 1 };
function utc(path) {
    return `utc({ dateTime: ${path}, timeZone: 'UTC' })`;
}
/**
 * The account behind each mailbox. Graph shows no sign-ins of an account that never signed in, so that they are blank. Sign-ins are a
 * listing of their own, since Graph refuses users altogether without the grants for them.
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
                shows: 'part numbers of licenses, so "Licenses" has their IDs',
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
        registration: 'value',
        'registration.isMfaRegistered': 'value',
        'registration.isMfaCapable': 'value',
    },
    ...(0,column_types/* typedColumns */.A8)({
        DisplayName: ['displayName', column_types/* TEXT */.a$],
        UserPrincipalName: ['userPrincipalName', column_types/* TEXT */.a$],
        AccountEnabled: ['accountEnabled', column_types/* TRUTH */.Ye],
        UserType: ['userType', (0,column_types/* oneOf */.yL)('Member', 'Guest')],
        Department: ['department', column_types/* TEXT */.a$],
        JobTitle: ['jobTitle', column_types/* TEXT */.a$],
        Licenses: ['part_numbers(assignedLicenses, skus)', column_types/* TEXTS */.Dm],
        CreatedOn: [utc('createdDateTime'), column_types/* TIME */.E9],
        LastSignIn: [utc(LAST), column_types/* TIME */.E9],
        LastNonInteractiveSignIn: [utc(LAST_OTHER), column_types/* TIME */.E9],
        DaysSinceSignIn: [`days_since(max([${LAST}, ${LAST_OTHER}][?@ != \`null\`]))`, column_types/* WHOLE_NUMBER */.Ez],
        MfaRegistered: ['registration.isMfaRegistered', column_types/* TRUTH */.Ye],
        MfaCapable: ['registration.isMfaCapable', column_types/* TRUTH */.Ye],
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
        LastSignIn: { '': 'The account never signed in', '*': 'The last sign-in was at {LastSignIn}' },
        LastNonInteractiveSignIn: {
            '': 'No application ever signed in for the account',
            '*': 'The last non-interactive sign-in was at {LastNonInteractiveSignIn}',
        },
        DaysSinceSignIn: { '': 'The account never signed in', '*': 'The last sign-in was {DaysSinceSignIn} days ago' },
        MfaRegistered: { true: 'MFA is registered', false: 'MFA is not registered' },
        MfaCapable: { true: 'The account can use MFA', false: 'The account cannot use MFA' },
    },
    compare: { ignore: ['LastSignIn', 'LastNonInteractiveSignIn', 'DaysSinceSignIn'] },
    highlights: [
        {
            title: 'Shared mailbox can sign in and has a license',
            topic: 'Access',
            counted: ['shared mailbox can sign in and has a license', 'shared mailboxes can sign in and have a license'],
            when: { AccountEnabled: { const: true }, Licenses: LICENSED },
            beside: { 'mailbox-settings': { UserPurpose: { const: 'shared' } } },
            columns: ['AccountEnabled', 'Licenses', 'LastSignIn'],
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
            columns: ['DaysSinceSignIn', 'LastSignIn', 'LastNonInteractiveSignIn', 'Licenses', 'CreatedOn'],
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
    highlights: [REPLIES_OUTSIDE, ENDLESS_REPLIES],
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
    // Only the grant to everyone inside, which cannot be removed, has no address.
    members: {
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
    ...(0,column_types/* typedColumns */.A8)({
        GrantedTo: ['emailAddress.name', column_types/* TEXT */.a$],
        GrantedToAddress: ["emailAddress.address || (isRemovable == `false` ? `null` : 'inconclusive')", column_types/* TEXT */.a$],
        Role: ['role', (0,column_types/* oneOf */.yL)(...ROLES)],
        AllowedRoles: ['allowedRoles', (0,column_types/* someOf */.yU)(...ROLES)],
        InsideOrganization: ['isInsideOrganization', column_types/* TRUTH */.Ye],
        Removable: ['isRemovable', column_types/* TRUTH */.Ye],
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
                Removable: { not: { const: true } },
                Role: { enum: ROLES.filter((role) => !['none', 'freeBusyRead', 'custom'].includes(role)) },
            },
            columns: ['Role', 'GrantedTo', 'InsideOrganization'],
        },
    ],
};

;// CONCATENATED MODULE: ./src/reports/built-in/client-access.ts

const OWN = 'SmtpClientAuthenticationDisabled';
const SETTING = `(${OWN} != \`null\` && [${OWN}] || [organization.transport.${OWN}])[0]`;
const APPS = 'organization.config.EwsAllowedAppIDs';
const NO_APPS = `(${APPS} == \`null\` || ${APPS} == '' || ${APPS} == \`[]\`)`;
const ALLOWED = `(${NO_APPS} && 'allowed' || contains(\`["string", "array"]\`, type(${APPS})) && 'allow-listed' || \`null\`)`;
/**
 * The settings of the protocols by which a mailbox can be opened or send. `SmtpAuth` is the setting that applies: that of the
 * organization where the mailbox has none of its own, null. It is not the effect, since security defaults and authentication
 * policies can block SMTP AUTH too. `Ews`: both must allow EWS; what null of the organization means has changed.
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
        'organization.config.EwsEnabled': 'value',
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
            `(EwsEnabled == \`false\` || organization.config.EwsEnabled == \`false\`) && 'blocked' || (organization.config.EwsEnabled == \`true\` && ${ALLOWED} || 'inconclusive')`,
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

// EXTERNAL MODULE: ./src/text/display.ts
var display = __webpack_require__(24745);
;// CONCATENATED MODULE: ./src/reports/built-in/inbox-rules.ts


/**
 * Graph lists rules that it cannot show, such as client-only rules of Outlook: they are read-only, and have some or none of
 * their actions. A blank action of a read-only rule may be hidden.
 */
const READ_ONLY = 'isReadOnly';
const ACTIONS = [
    ...['forwardTo', 'redirectTo', 'forwardAsAttachmentTo', 'delete', 'permanentDelete', 'moveToFolder', 'copyToFolder'],
    ...['markAsRead', 'markImportance', 'assignCategories', 'stopProcessingRules'],
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
    messageActionFlag: (0,column_types/* oneOf */.yL)(...['any', 'call', 'doNotForward', 'followUp', 'fyi', 'forward', 'noResponseNecessary', 'read', 'reply'], ...['replyToAll', 'review']),
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
        parameters: { IncludeUnresolvedPermissions: true, IncludeSoftDeletedUserPermissions: true },
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
    members: { Right: 'value', Trustee: 'value', Inherited: 'value', Deny: 'value' },
    convert: (found) => ({ grants: grantsOf(found) }),
    properties: ['Right', 'Trustee', 'Inherited', 'Deny'],
    rows: 'grants',
    item: ['Trustee', 'Right'],
    row: ['Inherited', 'Deny'],
    // The types are no enumerations: Exchange has more rights than it documents.
    ...(0,column_types/* typedColumns */.A8)({
        Right: ['Right', column_types/* TEXT */.a$],
        Trustee: ['Trustee', column_types/* TEXT */.a$],
        Inherited: ['Inherited', column_types/* TRUTH */.Ye],
        Deny: ['Deny', column_types/* TRUTH */.Ye],
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
        ...known('Deny', typeof type === 'string' ? type === 'Deny' : undefined),
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
            ...['DisplayName', 'RecipientTypeDetails', 'PrimarySmtpAddress', 'ForwardingAddress', 'ForwardingSmtpAddress'],
            ...['DeliverToMailboxAndForward', 'AccountDisabled', 'LitigationHoldEnabled', 'InPlaceHolds', 'RetentionPolicy'],
            ...['SingleItemRecoveryEnabled', 'RetainDeletedItemsFor', 'AuditEnabled', 'HiddenFromAddressListsEnabled'],
            ...['IsDirSynced', 'ArchiveStatus', 'ProhibitSendReceiveQuota', 'GrantSendOnBehalfTo'],
            ...['MessageCopyForSentAsEnabled', 'WhenCreated'],
        ],
        resolves: 'ForwardingAddress',
        organization: { config: { cmdlet: 'Get-OrganizationConfig', select: ['Identity', 'AuditDisabled'] } },
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
        SingleItemRecoveryEnabled: 'value',
        RetainDeletedItemsFor: 'value',
        AuditEnabled: 'value',
        HiddenFromAddressListsEnabled: 'value',
        IsDirSynced: 'value',
        ArchiveStatus: 'value',
        ProhibitSendReceiveQuota: 'value',
        MessageCopyForSentAsEnabled: 'value',
        WhenCreated: 'value',
    },
    ...(0,column_types/* typedColumns */.A8)({
        DisplayName: ['DisplayName', column_types/* TEXT */.a$],
        RecipientTypeDetails: ['RecipientTypeDetails', (0,column_types/* oneOf */.yL)(...TYPES)],
        PrimarySmtpAddress: ['PrimarySmtpAddress', column_types/* TEXT */.a$],
        ForwardingAddress: ['ForwardingAddress', column_types/* TEXT */.a$],
        ForwardingSmtpAddress: [`addresses([ForwardingSmtpAddress]${SET})[0]`, column_types/* TEXT */.a$],
        DeliverToMailboxAndForward: ['DeliverToMailboxAndForward', column_types/* TRUTH */.Ye],
        ExternalTargets: [`external(${TARGETS}) || (unresolved(${TARGETS}) && 'inconclusive' || \`[]\`)`, column_types/* TEXTS */.Dm],
        AccountDisabled: ['AccountDisabled', column_types/* TRUTH */.Ye],
        LitigationHoldEnabled: ['LitigationHoldEnabled', column_types/* TRUTH */.Ye],
        InPlaceHolds: ['InPlaceHolds', column_types/* TEXTS */.Dm],
        RetentionPolicy: ['RetentionPolicy', column_types/* TEXT */.a$],
        SingleItemRecoveryEnabled: ['SingleItemRecoveryEnabled', column_types/* TRUTH */.Ye],
        RetainDeletedItemsFor: ['days(RetainDeletedItemsFor)', column_types/* NUMBER */.uk],
        AuditEnabled: ['AuditEnabled', column_types/* TRUTH */.Ye],
        Audited: [`(${NOT_AUDITED}) && 'no' || (${AUDITED}) && 'yes' || 'inconclusive'`, (0,column_types/* oneOf */.yL)('yes', 'no')],
        HiddenFromAddressListsEnabled: ['HiddenFromAddressListsEnabled', column_types/* TRUTH */.Ye],
        IsDirSynced: ['IsDirSynced', column_types/* TRUTH */.Ye],
        ArchiveStatus: ['ArchiveStatus', column_types/* TEXT */.a$],
        ProhibitSendReceiveQuotaGB: ['gigabytes(ProhibitSendReceiveQuota)', column_types/* NUMBER */.uk],
        GrantSendOnBehalfTo: ['GrantSendOnBehalfTo', column_types/* TEXTS */.Dm],
        MessageCopyForSentAsEnabled: ['MessageCopyForSentAsEnabled', column_types/* TRUTH */.Ye],
        WhenCreated: ["utc({ dateTime: WhenCreated, timeZone: 'UTC' })", column_types/* TIME */.E9],
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
        InPlaceHolds: { '': 'The mailbox is on no in-place hold', '*': 'The mailbox is on the holds {InPlaceHolds}' },
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
            title: 'Access is not audited',
            topic: 'Access',
            counted: ['mailbox is not audited', 'mailboxes are not audited'],
            when: { Audited: { const: 'no' } },
            columns: ['Audited', 'AuditEnabled'],
        },
    ],
};

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
        ArchiveFolder: { '': 'There is no archive folder', '*': 'There is an archive folder' },
        UserPurpose: 'The purpose of the mailbox is {UserPurpose}',
    },
    highlights: [
        {
            ...REPLIES_OUTSIDE,
            when: { AutomaticReplyActive: { const: 'yes' }, AutomaticReplyExternalAudience: { const: 'all' } },
            columns: ['AutomaticReplyExternalAudience', 'AutomaticReplyActive', 'AutomaticReplyStatus', 'AutomaticReplyEnd'],
        },
        ENDLESS_REPLIES,
    ],
};

;// CONCATENATED MODULE: ./src/reports/built-in/mailbox-usage.ts

const USED = 'storageUsedInBytes';
const QUOTA = 'prohibitSendReceiveQuotaInBytes';
/** A day, as usage reports write it. */
const DAY = { type: 'string', format: 'date' };
/**
 * How full each mailbox is, from Microsoft's usage report, which is one to two days old and still has deleted users.
 * https://learn.microsoft.com/graph/api/reportroot-getmailboxusagedetail (beta: v1.0 has no JSON)
 */
const mailboxUsage = {
    name: 'mailbox-usage',
    permissions: ['Reports.Read.All'],
    request: {
        version: 'beta',
        listing: "reports/getMailboxUsageDetail(period='D7')",
        query: { $format: 'application/json' },
        match: 'userPrincipalName',
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

// EXTERNAL MODULE: ./src/reports/definition.ts
var definition = __webpack_require__(54530);
;// CONCATENATED MODULE: ./src/reports/built-in/protocol-use.ts


const SMTP = 'signIns."Authenticated SMTP"';
/** A member that no response has, so that a cell without a value is unknown. */
const UNSAID = 'unsaid';
/** `yes` if one source says so, `no` only if the usage report says so: a protocol that the log lacks may be used all the same. */
function used(signIns, app) {
    return `${signIns} && 'yes' || (type(${app}) == 'array' && (length(${app}) > \`0\` && 'yes' || 'no') || ${UNSAID})`;
}
/**
 * Who used SMTP AUTH, IMAP and POP in the last 30 days. Sign-ins have dates and counts: successful ones of users, interactive or not,
 * whose types only `beta` can filter. Tokens of applications are not among them, so a mailbox that the log lacks is unknown. The
 * usage report has the apps of each user, as lists that are empty without any. Neither distinguishes passwords from OAuth.
 * https://learn.microsoft.com/graph/api/signin-list?view=graph-rest-beta
 * https://learn.microsoft.com/graph/api/reportroot-getemailappusageuserdetail?view=graph-rest-beta
 */
const protocolUse = {
    name: 'protocol-use',
    permissions: ['AuditLog.Read.All or Reports.Read.All'],
    request: {
        version: 'beta',
        listing: "reports/getEmailAppUsageUserDetail(period='D30')",
        query: { $format: 'application/json' },
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
                        " and (clientAppUsed eq 'Authenticated SMTP' or clientAppUsed eq 'IMAP4' or clientAppUsed eq 'POP3')" +
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
        SmtpAuthLastUsed: [`${SMTP}.latest && utc({ dateTime: ${SMTP}.latest, timeZone: 'UTC' }) || ${UNSAID}`, column_types/* TIME */.E9],
        SmtpAuthUses30d: [`${SMTP}.count || ${UNSAID}`, column_types/* WHOLE_NUMBER */.Ez],
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
    ...[mailboxSettings, automaticReplies, inboxRules, calendarPermissions, folders],
    ...[mailboxProperties, clientAccess, mailboxPermissions],
    ...[accounts, mailboxUsage, protocolUse],
    access/* access */.T_,
].map((report) => [report.name, report]));


/***/ }),

/***/ 33704:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   T_: () => (/* binding */ access),
/* harmony export */   oS: () => (/* binding */ CALENDAR_RIGHT),
/* harmony export */   yc: () => (/* binding */ DIRECT)
/* harmony export */ });
/* harmony import */ var _graph_groups_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(61254);
/* harmony import */ var _column_types_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(61444);


/** Before the role of a calendar. */
const CALENDAR_RIGHT = 'Calendar: ';
/** `Through` of a right that the trustee has without a group. */
const DIRECT = 'direct';
/** Who can open or receive what: a row for each trustee and right, of all reports in the run that have some. Groups are expanded. */
const access = {
    name: 'access',
    source: 'reports',
    from: ['mailbox-permissions', 'calendar-permissions', 'mailbox-properties', 'inbox-rules'],
    unit: 'right',
    // To expand groups. The report is useful without it.
    permissions: [_graph_groups_js__WEBPACK_IMPORTED_MODULE_0__/* .GROUPS_PERMISSION */ .RG],
    members: {},
    rows: 'rights',
    item: ['Trustee', 'Right', 'Through'],
    row: ['Inside'],
    ...(0,_column_types_js__WEBPACK_IMPORTED_MODULE_1__/* .typedColumns */ .A8)({
        Trustee: ['Trustee', _column_types_js__WEBPACK_IMPORTED_MODULE_1__/* .TEXT */ .a$],
        TrusteeName: ['TrusteeName', _column_types_js__WEBPACK_IMPORTED_MODULE_1__/* .TEXT */ .a$],
        // Not an enumeration: Graph may add roles.
        Right: [
            'Right',
            { type: 'string', pattern: `^(?:FullAccess|SendAs|SendOnBehalf|Forwarding|InboxRule|${CALENDAR_RIGHT}.+)$` },
        ],
        Through: ['Through', _column_types_js__WEBPACK_IMPORTED_MODULE_1__/* .TEXT */ .a$],
        Inside: ['Inside', _column_types_js__WEBPACK_IMPORTED_MODULE_1__/* .TRUTH */ .Ye],
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
    highlights: [
        {
            title: 'Somebody outside has access',
            topic: 'Access',
            counted: ['mailbox gives somebody outside access', 'mailboxes give somebody outside access'],
            when: { Inside: { const: false } },
            columns: ['Trustee', 'Right', 'Through'],
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


/***/ })

};
