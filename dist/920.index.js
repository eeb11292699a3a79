export const id = 920;
export const ids = [920];
export const modules = {

/***/ 65970:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   Rr: () => (/* binding */ grantsOf),
/* harmony export */   U_: () => (/* binding */ accessRows),
/* harmony export */   f0: () => (/* binding */ repeatsChange)
/* harmony export */ });
/* unused harmony export MAX_ROWS */
/* harmony import */ var _mailboxes_address_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(16592);
/* harmony import */ var _reports_built_in_access_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(33704);
/* harmony import */ var _reports_definition_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(54530);
/* harmony import */ var _text_rights_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(87888);




/** Beyond this number, the groups of a mailbox are not expanded: a line of the rows file has at most 1 MiB. */
const MAX_ROWS = 2_000;
/** Columns of `mailbox-properties` with targets. */
const FORWARDINGS = ['ForwardingAddress', 'ForwardingSmtpAddress'];
const RULE_TARGETS = ['ForwardTo', 'RedirectTo', 'ForwardAsAttachmentTo'];
const UNKNOWN_GRANT = {
    trustee: null,
    name: null,
    right: null,
    doubts: [],
    inside: undefined,
    isEveryone: false,
};
/** What a row of each source grants. */
const SOURCES = {
    'mailbox-permissions': (cell) => {
        const [right, deny, trustee] = [cell('Right'), cell('Deny'), cell('Trustee')];
        if (right === undefined)
            return [UNKNOWN_GRANT];
        if (deny === true || typeof right !== 'string' || !_text_rights_js__WEBPACK_IMPORTED_MODULE_3__/* .MAILBOX_RIGHTS */ .zo.includes(right))
            return [];
        return [{ ...UNKNOWN_GRANT, trustee: text(trustee), right, doubts: deny === false ? [] : ['right'] }];
    },
    'calendar-permissions': (cell) => {
        const [role, address, name] = [cell('Role'), cell('GrantedToAddress'), text(cell('GrantedTo'))];
        if (role === 'none')
            return [];
        return [
            {
                trustee: text(address) ?? name,
                name,
                right: typeof role === 'string' ? _reports_built_in_access_js__WEBPACK_IMPORTED_MODULE_1__/* .CALENDAR_RIGHT */ .oS + role : null,
                doubts: address === undefined ? ['trustee'] : [],
                inside: truth(cell('InsideOrganization')),
                // Only the grant to all people inside has no address.
                isEveryone: address === null,
            },
        ];
    },
    'mailbox-properties': (cell) => FORWARDINGS.flatMap((column) => targets('Forwarding', cell(column))),
    'inbox-rules': (cell) => {
        const enabled = cell('Enabled');
        if (enabled === false)
            return [];
        const grants = RULE_TARGETS.flatMap((column) => targets('InboxRule', cell(column))).map((grant) => {
            // The name of a recipient without an address does not identify the recipient.
            return grant.trustee === null || (0,_mailboxes_address_js__WEBPACK_IMPORTED_MODULE_0__/* .domainOf */ .Ow)(grant.trustee) !== undefined
                ? grant
                : { ...grant, doubts: ['trustee'] };
        });
        return enabled === true ? grants : grants.map((grant) => ({ ...grant, doubts: [...grant.doubts, 'right'] }));
    },
};
function targets(right, cell) {
    if (cell === undefined)
        return [UNKNOWN_GRANT];
    return [cell].flat().flatMap((target) => {
        const trustee = text(target);
        return trustee === null ? [] : [{ ...UNKNOWN_GRANT, trustee, right }];
    });
}
function text(cell) {
    return typeof cell === 'string' && cell !== '' ? cell : null;
}
function foldedText(cell) {
    return typeof cell === 'string' ? cell.toLowerCase() : null;
}
function truth(cell) {
    return typeof cell === 'boolean' ? cell : undefined;
}
/** The grants of one mailbox, in the order of the sources. A list that may lack something has a further grant without trustee. */
function grantsOf(sources, results) {
    const grants = [];
    let failure;
    for (const { definition, index } of sources) {
        const result = results[index] ?? { status: 'failed', error: 'No result' };
        if (result.status !== 'ok') {
            failure ??= failureOf(definition, result);
            continue;
        }
        const columns = Object.keys(definition.columns);
        for (const { cells, incomplete, failure: cause } of result.value) {
            if (cause !== undefined)
                failure ??= failureOf(definition, cause);
            grants.push(...(SOURCES[definition.name]?.(cellReader(columns, cells, incomplete)) ?? []));
        }
    }
    return { grants, failure };
}
function failureOf({ name }, { status, error }) {
    return { status, error: `${name}: ${error}` };
}
function cellReader(columns, cells, incomplete) {
    return (column) => {
        const index = columns.indexOf(column);
        const cell = cells[index] ?? null;
        // Only a list can be known in part.
        return incomplete?.has(index) === true && (cell === _reports_definition_js__WEBPACK_IMPORTED_MODULE_2__/* .UNKNOWN */ .HV || !Array.isArray(cell)) ? undefined : cell;
    };
}
/** Positions of columns. */
const [TRUSTEE, NAME, RIGHT, THROUGH, INSIDE] = [0, 1, 2, 3, 4];
/** The rows of one mailbox in the report `access`, sorted by trustee, right and group; why the mailbox is unread. */
function accessRows({ grants, failure }, trustees) {
    if (failure !== undefined && grants.length === 0)
        return failure;
    const rowsByKey = new Map();
    const add = (row) => {
        const sortKey = [TRUSTEE, RIGHT, THROUGH].map((position) => foldedText(row.cells[position]));
        const key = JSON.stringify(sortKey);
        const other = rowsByKey.get(key)?.row;
        // Of two grants of the same, the certain one counts.
        if (other === undefined || row.unknown.size < other.unknown.size)
            rowsByKey.set(key, { sortKey, row });
    };
    for (const grant of grants) {
        const { trustee: label, isEveryone } = grant;
        const trustee = label === null || isEveryone ? undefined : trustees.find(label);
        const members = trustee?.members ?? [];
        if (members.length === 0 || rowsByKey.size + members.length > MAX_ROWS) {
            const isOpen = trustee?.members === null || members.length > 0;
            add(rowOf(grant, { trustee, isOpen }, trustees));
            continue;
        }
        for (const member of members) {
            add(rowOf(grant, { trustee: member, group: trustee?.label, isOpen: false }, trustees));
        }
    }
    const rows = [...rowsByKey.values()]
        .sort((one, other) => compare(one.sortKey, other.sortKey))
        .map(({ row: { cells, unknown } }) => {
        return { cells, incomplete: unknown.size === 0 ? undefined : unknown };
    });
    if (failure === undefined)
        return { status: 'ok', value: rows };
    return { status: 'ok', value: [...rows, { cells: ALL_BLANK, incomplete: ALL, failure }] };
}
const ALL_BLANK = [null, null, null, null, null];
const ALL = new Set([TRUSTEE, NAME, RIGHT, THROUGH, INSIDE]);
/**
 * @param group through which the trustee has the right
 * @param isOpen whether the trustee is, or may be, a group whose members are not known
 */
function rowOf(grant, { trustee, group, isOpen, }, { isInside }) {
    const { right, doubts, isEveryone } = grant;
    const label = trustee?.label ?? grant.trustee;
    if (label === null && right === null)
        return { cells: ALL_BLANK, unknown: ALL };
    const directGrant = group === undefined ? grant : undefined;
    const name = trustee?.name ?? directGrant?.name ?? null;
    const isUncertain = isOpen || label === null || doubts.includes('trustee');
    const inside = isUncertain ? undefined : (directGrant?.inside ?? (isEveryone ? true : isInside(label)));
    const unknown = [
        ...(isUncertain ? [TRUSTEE] : []),
        ...(name === null ? [NAME] : []),
        ...(right === null || doubts.includes('right') ? [RIGHT] : []),
        // The members of a group have the right through it.
        ...(isOpen || label === null ? [THROUGH] : []),
        ...(inside === undefined ? [INSIDE] : []),
    ];
    return { cells: [label, name, right, group ?? _reports_built_in_access_js__WEBPACK_IMPORTED_MODULE_1__/* .DIRECT */ .yc, inside ?? null], unknown: new Set(unknown) };
}
function compare(one, other) {
    for (const [index, first] of one.entries()) {
        const second = other[index] ?? null;
        if (first === second)
            continue;
        // Unknown cells come last.
        if (first === null)
            return 1;
        return second === null || first < second ? -1 : 1;
    }
    return 0;
}
/**
 * Whether changes of a mailbox in other reports show that a row of `access` was added or removed. They do not show a right through a
 * group, whose members may have changed.
 */
function repeatsChange(changes, textOf) {
    return textOf('Through') === _reports_built_in_access_js__WEBPACK_IMPORTED_MODULE_1__/* .DIRECT */ .yc && changes.some((change) => showsRight(change, textOf));
}
/** Whether a change of a report from which `access` is made shows that somebody has got or lost a right. */
function showsRight({ report, item, column }, textOf) {
    const [trustee, right] = [textOf('Trustee'), textOf('Right')];
    switch (report) {
        case 'mailbox-permissions':
            return isSameText(item, `${trustee}; ${right}`);
        case 'calendar-permissions':
            return right.startsWith(_reports_built_in_access_js__WEBPACK_IMPORTED_MODULE_1__/* .CALENDAR_RIGHT */ .oS) && isSameText(item, trustee);
        case 'mailbox-properties':
            return right === 'Forwarding' && FORWARDINGS.includes(column);
        case 'inbox-rules':
            return right === 'InboxRule';
        default:
            return false;
    }
}
function isSameText(one, other) {
    return one.toLowerCase() === other.toLowerCase();
}


/***/ }),

/***/ 47122:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   Yk: () => (/* binding */ BY_ROLES),
/* harmony export */   bB: () => (/* binding */ throughText),
/* harmony export */   dy: () => (/* binding */ throughItem),
/* harmony export */   fq: () => (/* binding */ fullName),
/* harmony export */   jR: () => (/* binding */ TENANT_WIDE)
/* harmony export */ });
const TENANT_WIDE = 'tenant-wide';
/** The scope of a permission that reaches what the roles of the application allow. */
const BY_ROLES = 'roles of the application';
/** An item as `throughText` writes it; undefined for any other text. */
function throughItem(text) {
    const [, name, appId, permission, way] = /^(.+) \(([^()]+)\): ([^:,]+), (.+)$/s.exec(text) ?? [];
    if (name === undefined || appId === undefined || permission === undefined || way === undefined)
        return undefined;
    return { name, appId, permission, way };
}
/** `NAME (APPID): permission, WAY`. */
function throughText({ permission, way, ...application }) {
    return `${fullName(application)}: ${permission}, ${way}`;
}
/** `NAME (APPID)`, or the name if the ID is not known. */
function fullName({ name, appId }) {
    return appId === '' ? name : `${name} (${appId})`;
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

/***/ 82466:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   MW: () => (/* binding */ openReportAt),
/* harmony export */   QD: () => (/* binding */ openNamedReport),
/* harmony export */   Q_: () => (/* binding */ openLatest),
/* harmony export */   XT: () => (/* binding */ EarlierReport),
/* harmony export */   am: () => (/* binding */ findEarlierReport)
/* harmony export */ });
/* unused harmony export incomparable */
/* harmony import */ var node_fs__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(73024);
/* harmony import */ var node_fs__WEBPACK_IMPORTED_MODULE_0___default = /*#__PURE__*/__webpack_require__.n(node_fs__WEBPACK_IMPORTED_MODULE_0__);
/* harmony import */ var node_fs_promises__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(51455);
/* harmony import */ var node_fs_promises__WEBPACK_IMPORTED_MODULE_1___default = /*#__PURE__*/__webpack_require__.n(node_fs_promises__WEBPACK_IMPORTED_MODULE_1__);
/* harmony import */ var node_path__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(76760);
/* harmony import */ var node_path__WEBPACK_IMPORTED_MODULE_2___default = /*#__PURE__*/__webpack_require__.n(node_path__WEBPACK_IMPORTED_MODULE_2__);
/* harmony import */ var node_stream_promises__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(46466);
/* harmony import */ var node_stream_promises__WEBPACK_IMPORTED_MODULE_3___default = /*#__PURE__*/__webpack_require__.n(node_stream_promises__WEBPACK_IMPORTED_MODULE_3__);
/* harmony import */ var _errors_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(83916);
/* harmony import */ var _mailboxes_list_js__WEBPACK_IMPORTED_MODULE_5__ = __webpack_require__(24208);
/* harmony import */ var _text_display_js__WEBPACK_IMPORTED_MODULE_10__ = __webpack_require__(24745);
/* harmony import */ var _run_log_js__WEBPACK_IMPORTED_MODULE_11__ = __webpack_require__(23503);
/* harmony import */ var _text_numbers_js__WEBPACK_IMPORTED_MODULE_12__ = __webpack_require__(92613);
/* harmony import */ var _store_archive_js__WEBPACK_IMPORTED_MODULE_6__ = __webpack_require__(26131);
/* harmony import */ var _earlier_run_js__WEBPACK_IMPORTED_MODULE_7__ = __webpack_require__(20611);
/* harmony import */ var _store_rows_file_js__WEBPACK_IMPORTED_MODULE_8__ = __webpack_require__(35923);
/* harmony import */ var _store_rows_reader_js__WEBPACK_IMPORTED_MODULE_9__ = __webpack_require__(17838);













/** Archives of runs that are downloaded until one can be compared. */
const MAX_DOWNLOADS = 10;
/** The rows of an earlier run on disk, which are found by address. */
class EarlierReport {
    header;
    end;
    #fd;
    /** Where the line of each mailbox starts, and where the last one ends. */
    #offsets;
    /** Positions in the list by lower-case address. */
    #positions;
    constructor(header, end, fd, offsets) {
        this.header = header;
        this.end = end;
        this.#fd = fd;
        this.#offsets = offsets;
        this.#positions = new Map(header.list.mailboxes.map(({ address }, index) => [address.toLowerCase(), index]));
    }
    /**
     * Unpacks the rows file of a folder into `temp`, and checks all of it. Rejects with an `UnusableRows` if it cannot be used.
     */
    static async open(folder, temp) {
        const file = node_path__WEBPACK_IMPORTED_MODULE_2___default().join(folder, _store_rows_file_js__WEBPACK_IMPORTED_MODULE_8__/* .ROWS_FILE */ .ZX);
        const header = await (0,_store_rows_reader_js__WEBPACK_IMPORTED_MODULE_9__/* .readHeader */ .ay)(file);
        const { shard } = header;
        if (shard !== undefined) {
            throw new _store_rows_reader_js__WEBPACK_IMPORTED_MODULE_9__/* .UnusableRows */ .dj(`It has only shard ${shard.number} of ${shard.of}. The merge action reports on all shards.`);
        }
        const unpacked = node_path__WEBPACK_IMPORTED_MODULE_2___default().join(temp, 'rows.ndjson');
        const offsets = [0];
        let offset = 0;
        let last;
        const onEnd = (end) => {
            last = end;
        };
        const lines = async function* () {
            for await (const { line } of (0,_store_rows_reader_js__WEBPACK_IMPORTED_MODULE_9__/* .readMailboxes */ .Z9)(file, header, onEnd)) {
                offset += Buffer.byteLength(line) + 1;
                offsets.push(offset);
                yield `${line}\n`;
            }
        };
        await (0,node_stream_promises__WEBPACK_IMPORTED_MODULE_3__.pipeline)(lines, (0,node_fs__WEBPACK_IMPORTED_MODULE_0__.createWriteStream)(unpacked, { flags: 'wx' })).catch((error) => {
            throw (0,_store_rows_reader_js__WEBPACK_IMPORTED_MODULE_9__/* .unpackingError */ .Z)(error);
        });
        if (last === undefined)
            throw new Error('a rows file that was read completely has no last line');
        return new EarlierReport(header, last, (0,node_fs__WEBPACK_IMPORTED_MODULE_0__.openSync)(unpacked, 'r'), offsets);
    }
    /** Undefined if the list of the earlier run lacks the address. */
    find(address) {
        const position = this.#positions.get(address.toLowerCase());
        return position === undefined ? undefined : this.at(position);
    }
    /** The mailbox at a position of the list. */
    at(position) {
        const [start = 0, end = 0] = this.#offsets.slice(position, position + 2);
        const bytes = Buffer.allocUnsafe(end - start);
        (0,node_fs__WEBPACK_IMPORTED_MODULE_0__.readSync)(this.#fd, bytes, 0, bytes.length, start);
        return (0,_store_rows_reader_js__WEBPACK_IMPORTED_MODULE_9__/* .parseMailbox */ .i2)(bytes.toString('utf8'), this.header.reports);
    }
    close() {
        (0,node_fs__WEBPACK_IMPORTED_MODULE_0__.closeSync)(this.#fd);
    }
}
/** Opens a report that a path names: a folder, or a zip. Rejects with the UserError `REPORT_UNREADABLE`. `temp`: an empty folder. */
async function openNamedReport(place, from, temp) {
    try {
        return await EarlierReport.open(await (0,_store_archive_js__WEBPACK_IMPORTED_MODULE_6__/* .reportFolder */ .t3)(node_path__WEBPACK_IMPORTED_MODULE_2___default().resolve(from, place), temp), temp);
    }
    catch (error) {
        throw (0,_store_archive_js__WEBPACK_IMPORTED_MODULE_6__/* .unreadableReport */ .wH)(place, error);
    }
}
/**
 * Opens a report that lies on the disk: a folder, or a zip. Never rejects for what it finds there.
 *
 * @param placeText how messages name it
 * @param temp an empty folder for unpacked files
 */
async function openReportAt(place, placeText, temp, run) {
    try {
        const report = await openComparable(await (0,_store_archive_js__WEBPACK_IMPORTED_MODULE_6__/* .reportFolder */ .t3)(place, temp), temp, run);
        return { kind: 'found', source: { kind: 'path', path: placeText }, report, skipped: [] };
    }
    catch (error) {
        if ((0,_errors_js__WEBPACK_IMPORTED_MODULE_4__/* .systemErrorCode */ .vq)(error) === 'ENOENT') {
            const words = 'Use the path of an earlier report, or "auto", "required" or "off".';
            return { kind: 'unavailable', reason: `There is no folder or zip ${(0,_text_display_js__WEBPACK_IMPORTED_MODULE_10__/* .shownText */ .f$)(placeText)}. ${words}` };
        }
        const reason = error instanceof _store_rows_reader_js__WEBPACK_IMPORTED_MODULE_9__/* .UnusableRows */ .dj ? error.message : `It cannot be read: ${(0,_errors_js__WEBPACK_IMPORTED_MODULE_4__/* .describeError */ .Uc)(error)}.`;
        return { kind: 'unavailable', reason: `The earlier report ${placeText} cannot be used. ${reason}` };
    }
}
/**
 * Finds, downloads and opens the report of the latest earlier run that was not cancelled and read at least half of its
 * mailboxes: in comparison with any other, violations of mailboxes that it did not read would never be new. Errors are results: it
 * never rejects. The token is sent to GitHub's API, which gives a signed address of the storage.
 */
function findEarlierReport(options) {
    const place = (0,_earlier_run_js__WEBPACK_IMPORTED_MODULE_7__/* .searchPlace */ .Qv)(options);
    if (place.kind !== 'place')
        return Promise.resolve(place);
    // The client writes lines of its own.
    return (0,_run_log_js__WEBPACK_IMPORTED_MODULE_11__/* .logGroup */ .QT)(options.log, 'Earlier report', () => openLatest((0,_earlier_run_js__WEBPACK_IMPORTED_MODULE_7__/* .findArtifacts */ .n1)(place, options), place, options));
}
/**
 * Opens the first of some artifacts that was not cancelled and read at least half of its mailboxes. Never rejects.
 *
 * @param place where the artifacts are
 */
async function openLatest(artifacts, place, options) {
    const skipped = [];
    for (;;) {
        const { done, value: artifact } = await artifacts.next();
        if (done === true) {
            options.log.info('There is none');
            return skipped.length === 0 ? artifact : { kind: 'unavailable', reason: [...skipped, artifact.reason].join(' ') };
        }
        const { runNumber: number, url, started } = artifact;
        try {
            const report = artifact.cancelled ? 'It was cancelled.' : await openArtifact(artifact, place, options);
            if (typeof report !== 'string')
                return { kind: 'found', source: { kind: 'run', number, url, started }, report, skipped };
            skipped.push(`Run #${number} is skipped. ${report}`);
        }
        catch (error) {
            const reason = error instanceof _store_rows_reader_js__WEBPACK_IMPORTED_MODULE_9__/* .UnusableRows */ .dj ? error.message : `It cannot be read: ${(0,_errors_js__WEBPACK_IMPORTED_MODULE_4__/* .describeError */ .Uc)(error)}.`;
            const unusable = `The report of run #${number} cannot be used. ${reason}`;
            return { kind: 'unavailable', reason: [...skipped, unusable].join(' ') };
        }
        if (skipped.length === MAX_DOWNLOADS)
            return { kind: 'unavailable', reason: skipped.join(' ') };
    }
}
/** The report of a run, or why the run is skipped. Rejects with an `UnusableRows`, or as the file system does. */
async function openArtifact(artifact, { token, owner: repositoryOwner, repo: repositoryName, artifactName }, { log, temp, run, loadClient, signal }) {
    const { digest, runId: workflowRunId, runNumber } = artifact;
    if (digest === undefined)
        throw new _store_rows_reader_js__WEBPACK_IMPORTED_MODULE_9__/* .UnusableRows */ .dj('GitHub gives no digest of its archive.');
    log.info((0,_run_log_js__WEBPACK_IMPORTED_MODULE_11__/* .logText */ .kc)(`Artifact "${artifactName}" of run #${runNumber}`));
    const findBy = { token, workflowRunId, repositoryOwner, repositoryName };
    const folder = await (0,node_fs_promises__WEBPACK_IMPORTED_MODULE_1__.mkdtemp)(node_path__WEBPACK_IMPORTED_MODULE_2___default().join(temp, 'run-'));
    const reportDir = await (0,_store_archive_js__WEBPACK_IMPORTED_MODULE_6__/* .downloadRows */ .g1)(loadClient, artifact, signal, folder, findBy);
    const report = await openComparable(reportDir, folder, run);
    const partial = partialReason(report.end);
    if (partial === undefined)
        return report;
    report.close();
    await (0,node_fs_promises__WEBPACK_IMPORTED_MODULE_1__.rm)(folder, { recursive: true, force: true });
    return partial;
}
/** Why too little of a run's list was read to compare with, in a sentence. */
function partialReason({ cancelled, counts: { read, mailboxes } }) {
    const part = `${(0,_text_numbers_js__WEBPACK_IMPORTED_MODULE_12__/* .count */ .U9)(read)} of ${(0,_text_numbers_js__WEBPACK_IMPORTED_MODULE_12__/* .counted */ .hS)(mailboxes, 'mailbox', 'mailboxes')}`;
    if (cancelled)
        return `It was cancelled, and read ${part}.`;
    return read * 2 < mailboxes ? `It read only ${part}.` : undefined;
}
/** Opens a report that has something to compare. Rejects with an `UnusableRows`. */
async function openComparable(folder, temp, run) {
    const report = await EarlierReport.open(folder, temp);
    const reason = run && (incomparable(report.header, run) ?? otherMailboxes(report.header.list, run.list));
    if (reason === undefined)
        return report;
    report.close();
    throw new _store_rows_reader_js__WEBPACK_IMPORTED_MODULE_9__/* .UnusableRows */ .dj(reason);
}
/** Of other mailboxes, all would be added and removed. */
function otherMailboxes(earlier, later) {
    const [before, after] = [earlier, later].map(_mailboxes_list_js__WEBPACK_IMPORTED_MODULE_5__/* .namedAddresses */ .Sb);
    if (before?.join() === after?.join())
        return undefined;
    return 'It is of other mailboxes: a run of single addresses is compared only with a run of the same addresses.';
}
/** Why a run cannot be compared with an earlier one, in a sentence. */
function incomparable(earlier, { tenant, cloud, reports }) {
    if (earlier.tenant.toLowerCase() !== tenant.toLowerCase())
        return `It is of another tenant, ${earlier.tenant}.`;
    if (earlier.cloud !== cloud)
        return `It is of another cloud, ${earlier.cloud}.`;
    if (earlier.reports.some(({ name }) => reports.includes(name)))
        return undefined;
    const [own, others] = [earlier.reports.map(({ name }) => name), reports].map((names) => names.join(', '));
    return `It has no report in common: it has ${own}, the later run ${others}.`;
}


/***/ }),

/***/ 20611:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   Ng: () => (/* binding */ connect),
/* harmony export */   Qv: () => (/* binding */ searchPlace),
/* harmony export */   X3: () => (/* binding */ askGitHub),
/* harmony export */   n1: () => (/* binding */ findArtifacts),
/* harmony export */   qB: () => (/* binding */ artifactOf),
/* harmony export */   qY: () => (/* binding */ EVENTS)
/* harmony export */ });
/* harmony import */ var node_fs_promises__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(51455);
/* harmony import */ var node_fs_promises__WEBPACK_IMPORTED_MODULE_0___default = /*#__PURE__*/__webpack_require__.n(node_fs_promises__WEBPACK_IMPORTED_MODULE_0__);
/* harmony import */ var undici__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(46752);
/* harmony import */ var _auth_redact_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(95353);
/* harmony import */ var _errors_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(83916);
/* harmony import */ var _http_headers_js__WEBPACK_IMPORTED_MODULE_5__ = __webpack_require__(59718);
/* harmony import */ var _http_retrying_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(91952);
/* harmony import */ var _http_secure_url_js__WEBPACK_IMPORTED_MODULE_6__ = __webpack_require__(28347);
/* harmony import */ var _json_js__WEBPACK_IMPORTED_MODULE_7__ = __webpack_require__(8301);








/** Events that run the code of the branch itself, rather than that of a pull request. */
const EVENTS = new Set(['schedule', 'push', 'workflow_dispatch']);
/** Runs of a change that is not on a branch of its own yet: they compare with the default branch. */
const CHANGE_EVENTS = new Set(['pull_request', 'pull_request_target', 'merge_group']);
/** Pages of 100 runs that are searched. */
const MAX_PAGES = 3;
/** Runs that are asked for their artifacts. */
const MAX_RUNS = 30;
const RETRY = { first: 1_000, longest: 4_000, attempts: 3, maxWait: 60_000 };
/** Where to look for the artifact of an earlier run, or why this run cannot look. */
function searchPlace({ step, token, artifactName, }) {
    const place = repositoryOf(step);
    if (place === undefined)
        return { kind: 'unavailable', reason: 'This is not a run of a GitHub workflow.' };
    if (artifactName === undefined)
        return { kind: 'unavailable', reason: '"artifact-name" is empty, so earlier runs have no artifact.' };
    if (token === undefined)
        return { kind: 'forbidden', reason: 'The input "github-token" is empty.' };
    if (step.isEnterpriseServer) {
        return {
            kind: 'unavailable',
            reason: 'GitHub Enterprise Server and Gitea do not have artifacts of this kind. Name the path of a report.',
        };
    }
    return { kind: 'place', ...place, artifactName, step, token };
}
/**
 * Finds the artifacts of earlier runs of this workflow and branch, the latest first: of completed runs of this repository itself,
 * with a lower run number, that have an artifact of the name which has not expired. Returns why there are no more. Never rejects.
 */
function findArtifacts(place, options) {
    return askGitHub(place, options, (octokit) => search(octokit, place));
}
/** Yields the artifacts that a search finds, and returns why there are no more. Never rejects: what GitHub refuses is a reason. */
async function* askGitHub(place, options, searchBy) {
    try {
        return withoutToken(yield* searchBy(await connect(place, options)), place);
    }
    catch (error) {
        return withoutToken(failure(error), place);
    }
}
/** A client of GitHub's API, which sends the token to it alone and repeats what a fault of the server has stopped. */
async function connect({ api, token }, { signal, dispatcher }) {
    // Loaded only by runs that ask GitHub.
    const { getOctokit } = await Promise.all(/* import() */[__webpack_require__.e(351), __webpack_require__.e(770)]).then(__webpack_require__.bind(__webpack_require__, 61351));
    // Any request options replace the client's own function, which would use a proxy.
    const fetchThrough = (url, init) => fetchRetrying(url, { ...init, dispatcher }, signal);
    return getOctokit(token, { baseUrl: api, request: { signal, fetch: fetchThrough }, log: SILENT });
}
/** Fetches, again after 429, a fault of the server and a failure without a response. Rejects as `fetch` does. */
async function fetchRetrying(url, init, signal) {
    let response;
    const answer = await (0,_http_retrying_js__WEBPACK_IMPORTED_MODULE_4__/* .retrying */ .R$)(async () => {
        try {
            await response?.body?.cancel();
            response = await (0,undici__WEBPACK_IMPORTED_MODULE_1__.fetch)(url, init);
            const { status, headers } = response;
            if (status !== 429 && status < 500)
                return { result: response };
            const retryAfter = (0,_http_headers_js__WEBPACK_IMPORTED_MODULE_5__/* .retryAfterMs */ .Vs)(headers.get('retry-after') ?? undefined, Date.now());
            return { result: response, retry: { rule: RETRY, retryAfter } };
        }
        catch (error) {
            if (!(error instanceof Error))
                throw error;
            return { result: error, retry: { rule: RETRY } };
        }
    }, { signal });
    if (answer instanceof Error)
        throw answer;
    return answer;
}
/** Reasons have texts of GitHub, such as the name of a branch. */
function withoutToken(reason, { token }) {
    return { ...reason, reason: (0,_auth_redact_js__WEBPACK_IMPORTED_MODULE_2__/* .redacted */ .pc)(reason.reason, [token]) };
}
const SILENT = { debug: ignore, info: ignore, warn: ignore, error: ignore };
function ignore() {
    // The result says what failed.
}
/** Undefined outside a workflow. */
function repositoryOf({ apiUrl: api, repository: name, runId: id }) {
    const url = URL.parse(api);
    const [, owner, repo] = /^([\w.-]+)\/([\w.-]+)$/.exec(name) ?? [];
    if (url === null || !(0,_http_secure_url_js__WEBPACK_IMPORTED_MODULE_6__/* .isConfidential */ .F)(url) || owner === undefined || repo === undefined)
        return undefined;
    return /^\d{1,15}$/.test(id) ? { api: api.replace(/\/$/, ''), owner, repo, runId: Number(id) } : undefined;
}
async function* search(octokit, { owner, repo, runId, artifactName, step }) {
    const { data: thisRun } = await octokit.rest.actions.getWorkflowRun({ owner, repo, run_id: runId });
    const branch = CHANGE_EVENTS.has(thisRun.event)
        ? await defaultBranch(octokit, { owner, repo, step })
        : thisRun.head_branch;
    if (branch === null)
        return { kind: 'none', reason: 'This run has no branch.' };
    const isEarlier = (run) => run.run_number < thisRun.run_number &&
        run.status === 'completed' &&
        run.workflow_id === thisRun.workflow_id &&
        run.head_branch === branch &&
        EVENTS.has(run.event) &&
        run.repository.id === thisRun.repository.id &&
        // A deleted fork is null.
        (0,_json_js__WEBPACK_IMPORTED_MODULE_7__/* .isRecord */ .u4)(run.head_repository) &&
        run.head_repository.id === thisRun.repository.id;
    const runs = [];
    for (let page = 1; page <= MAX_PAGES && runs.length < MAX_RUNS; page += 1) {
        const { data } = await octokit.rest.actions.listWorkflowRuns({
            owner,
            repo,
            workflow_id: thisRun.workflow_id,
            branch,
            per_page: 100,
            page,
            exclude_pull_requests: true,
        });
        runs.push(...data.workflow_runs.filter(isEarlier));
        if (data.workflow_runs.length < 100)
            break;
    }
    const latestFirst = runs.sort((one, other) => other.run_number - one.run_number).slice(0, MAX_RUNS);
    let [expired, given] = [0, 0];
    for (const run of latestFirst) {
        const { data } = await octokit.rest.actions.listWorkflowRunArtifacts({
            owner,
            repo,
            run_id: run.id,
            name: artifactName,
            per_page: 100,
        });
        const ofName = data.artifacts.filter(({ name }) => name === artifactName).sort((one, other) => other.id - one.id);
        const [artifact] = ofName.filter((one) => !one.expired);
        if (artifact !== undefined) {
            given += 1;
            yield artifactOf(artifact, run, `${step.serverUrl}/${owner}/${repo}`);
        }
        else if (ofName.length > 0) {
            expired += 1;
        }
    }
    if (given > 0) {
        return { kind: 'unavailable', reason: `No other earlier run on ${branch} has an artifact "${artifactName}".` };
    }
    if (expired > 0) {
        return {
            kind: 'unavailable',
            reason: `The artifacts of all earlier runs on ${branch} have expired.`,
        };
    }
    const reason = latestFirst.length === 0
        ? `There is no earlier run on ${branch}.`
        : `No earlier run on ${branch} has an artifact "${artifactName}".`;
    return { kind: 'none', reason };
}
/** An artifact and its run, as GitHub's API shows them. `webUrl`: of the repository. */
function artifactOf(artifact, run, webUrl) {
    return {
        kind: 'artifact',
        id: artifact.id,
        size: artifact.size_in_bytes,
        digest: artifact.digest ?? undefined,
        runId: run.id,
        runNumber: run.run_number,
        cancelled: run.conclusion === 'cancelled',
        url: `${webUrl}/actions/runs/${run.id}`,
        started: new Date(run.run_started_at ?? run.created_at),
    };
}
/** The event contains it; if it does not, GitHub is asked. */
async function defaultBranch(octokit, { owner, repo, step }) {
    const text = await (0,node_fs_promises__WEBPACK_IMPORTED_MODULE_0__.readFile)(step.eventFile, 'utf8').catch(() => '');
    const branch = (0,_json_js__WEBPACK_IMPORTED_MODULE_7__/* .property */ .MZ)((0,_json_js__WEBPACK_IMPORTED_MODULE_7__/* .property */ .MZ)((0,_json_js__WEBPACK_IMPORTED_MODULE_7__/* .jsonOrUndefined */ ._D)(text), 'repository'), 'default_branch');
    if (typeof branch === 'string')
        return branch;
    const { data } = await octokit.rest.repos.get({ owner, repo });
    return data.default_branch;
}
/** Why GitHub did not answer. */
function failure(error) {
    const status = (0,_json_js__WEBPACK_IMPORTED_MODULE_7__/* .isRecord */ .u4)(error) ? error.status : undefined;
    // A limit of requests is 403 too. https://docs.github.com/rest/using-the-rest-api/rate-limits-for-the-rest-api
    const isLimited = /rate limit/i.test((0,_errors_js__WEBPACK_IMPORTED_MODULE_3__/* .describeError */ .Uc)(error));
    if (!isLimited && (status === 401 || status === 403 || status === 404)) {
        return {
            kind: 'forbidden',
            reason: `The token may not read earlier runs. Add "actions: read" to the "permissions" of the job.`,
        };
    }
    return { kind: 'unavailable', reason: `GitHub could not be asked: ${(0,_errors_js__WEBPACK_IMPORTED_MODULE_3__/* .describeError */ .Uc)(error)}.` };
}


/***/ }),

/***/ 89946:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   bg: () => (/* binding */ rulesSection),
/* harmony export */   dd: () => (/* binding */ mostFailedFirst),
/* harmony export */   jX: () => (/* binding */ violatingSection),
/* harmony export */   qE: () => (/* binding */ exemptionsSection)
/* harmony export */ });
/* harmony import */ var _text_numbers_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(92613);
/* harmony import */ var _text_display_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(24745);
/* harmony import */ var _run_section_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(69194);



const MAX_RULES = 100;
const OPEN_RULES = 10;
const MAX_EXAMPLES = 3;
const OPEN_MAILBOXES = 10;
const MAX_EXEMPTIONS = 200;
/** The verdicts in the order of the bar. The colours differ in lightness, for people who cannot distinguish green from red. */
const VERDICTS = ['failed', 'warned', 'known', 'exempt', 'inconclusive', 'passed'];
/** The rules of a policy with their counts, those with failures first. If there is a page, its scripts correct violations. */
function rulesSection({ file, verdicts }, { detail, hasPage }) {
    const { rules } = verdicts;
    const examples = Map.groupBy(detail === 'full' ? verdicts.examples : [], ({ rule }) => rule.id);
    const columns = VERDICTS.filter((verdict) => verdict === 'passed' || rules.some((counts) => counts[verdict] > 0));
    const longest = Math.max(...rules.map(mailboxesOf));
    const applyToAll = rules.every(({ inapplicable }) => inapplicable === 0);
    const shownRules = rules.toSorted(mostFailedFirst).slice(0, MAX_RULES);
    const passedRules = shownRules.filter(isPassed);
    const rowsOf = (some) => some.map((counts) => ({
        cells: [
            ruleName(counts),
            { lines: [ruleResult(counts), ...exampleNames(examples.get(counts.rule.id))] },
            { segments: columns.map((kind) => ({ kind, count: counts[kind] })), longest },
            ...columns.map((verdict) => (0,_text_numbers_js__WEBPACK_IMPORTED_MODULE_0__/* .count */ .U9)(counts[verdict])),
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
            ...[...columns.map(_text_display_js__WEBPACK_IMPORTED_MODULE_1__/* .capitalized */ .l2), ...(applyToAll ? [] : ['Does not apply'])].map((name) => ({
                name,
                kind: 'number',
                only: 'page',
            })),
        ],
        unit: ['rule', 'rules'],
    };
    const others = {
        ...table,
        rows: rowsOf(shownRules.slice(0, -passedRules.length || undefined)),
        open: OPEN_RULES,
        more: passedRules.length === 0 ? rules.length - shownRules.length : 0,
        legend: columns.map((verdict) => ({ kind: verdict, name: verdict })),
    };
    const passed = {
        ...table,
        label: `${table.label}: passed`,
        rows: rowsOf(passedRules),
        more: rules.length - shownRules.length,
    };
    return {
        title: 'Violations by rule',
        short: 'Rules',
        note: file,
        folded: `Rules: ${(0,_text_numbers_js__WEBPACK_IMPORTED_MODULE_0__/* .count */ .U9)(rules.length)}`,
        blocks: [
            ...(others.rows.length === 0 ? [] : [{ table: others }]),
            ...(passed.rows.length === 0
                ? []
                : [{ folded: passedText(rules.filter(isPassed)), blocks: [{ table: passed }] }]),
            ...(hasPage ? correction(rules) : []),
        ],
    };
}
/** Some mailboxes that violate a rule, in a line: new ones first. */
function exampleNames(examples = []) {
    if (examples.length === 0)
        return [];
    const names = examples.slice(0, MAX_EXAMPLES).flatMap(({ address, isNew }) => {
        return [', ', { mailbox: address }, ...(isNew ? [{ note: 'new' }] : [])];
    });
    return [names.slice(1)];
}
/** Whether a rule has nothing to look at. */
function isPassed({ failed, warned, inconclusive }) {
    return failed + warned + inconclusive === 0;
}
/** A rule that applies to no mailbox has not passed. */
function passedText(rules) {
    const passed = rules.filter((rule) => mailboxesOf(rule) > 0).length;
    const idle = rules.length - passed;
    return [
        ...(passed === 0 ? [] : [(0,_text_numbers_js__WEBPACK_IMPORTED_MODULE_0__/* .counted */ .hS)(passed, 'rule passed', 'rules passed')]),
        ...(idle === 0 ? [] : [(0,_text_numbers_js__WEBPACK_IMPORTED_MODULE_0__/* .counted */ .hS)(idle, 'rule applies to no mailbox', 'rules apply to no mailbox')]),
    ].join(', ');
}
/** How to correct all violations of a rule. */
function correction(rules) {
    const violated = rules.filter(({ failed, warned }) => failed + warned > 0);
    if (violated.length === 0)
        return [];
    const correctable = violated.filter(({ rule }) => rule.set !== undefined).map(({ rule }) => rule.id);
    const plan = correctable.length === 0
        ? []
        : [' Remediation plans ', ...(0,_run_section_js__WEBPACK_IMPORTED_MODULE_2__/* .piecesOf */ .Xe)((0,_run_section_js__WEBPACK_IMPORTED_MODULE_2__/* .namesOf */ .eZ)(correctable, (code) => ({ code }))), ', and can undo them.'];
    return [
        { paragraph: ['To correct all violations of a rule, select it on the report page, and copy its script.', ...plan] },
    ];
}
/** The order of rules. */
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
    const remarks = Object.entries({ passed, known, exempt, inconclusive })
        .filter(([, mailboxes]) => mailboxes > 0)
        .map(([verdict, mailboxes]) => `${(0,_text_numbers_js__WEBPACK_IMPORTED_MODULE_0__/* .count */ .U9)(mailboxes)} ${verdict}`)
        .concat(inapplicable === 0 ? [] : [`does not apply to ${(0,_text_numbers_js__WEBPACK_IMPORTED_MODULE_0__/* .count */ .U9)(inapplicable)}`])
        .join(', ');
    if (mailboxesOf(counts) === 0)
        return 'applies to no mailbox';
    if (violating === 0)
        return remarks;
    return [{ strong: (0,_text_numbers_js__WEBPACK_IMPORTED_MODULE_0__/* .counted */ .hS)(violating, 'mailbox fails', 'mailboxes fail') }, remarks === '' ? '' : `, ${remarks}`];
}
/** The mailboxes with most violations. Undefined if there is none. */
function violatingSection({ verdicts: { violating } }, lines) {
    const { worst, count: total } = violating;
    if (worst.length === 0)
        return undefined;
    const title = 'Mailboxes with most violations';
    const hiddenCount = total - worst.length;
    const table = {
        label: title,
        columns: [{ name: 'Mailbox' }, { name: 'Listed at', kind: 'short' }, { name: 'Findings', kind: 'prose' }],
        rows: worst.map(({ address, file, line, ...findings }) => ({
            cells: [{ mailbox: address }, (0,_run_section_js__WEBPACK_IMPORTED_MODULE_2__/* .placeInList */ .fs)(lines, file, line), { lines: findingLines(findings) }],
        })),
        unit: ['mailbox', 'mailboxes'],
        open: OPEN_MAILBOXES,
        more: hiddenCount,
        moreIn: 'violations.csv',
    };
    const all = (0,_text_numbers_js__WEBPACK_IMPORTED_MODULE_0__/* .counted */ .hS)(total, 'mailbox violates rules', 'mailboxes violate rules');
    const paragraph = { paragraph: [{ about: all, rows: { report: 'violations', view: 'violating' } }, '.'] };
    return {
        title,
        short: 'Violations',
        folded: `${title}: ${(0,_text_numbers_js__WEBPACK_IMPORTED_MODULE_0__/* .count */ .U9)(total)}`,
        blocks: [{ table }, ...(hiddenCount > 0 ? [paragraph] : [])],
    };
}
function findingLines({ findings, findingCount }) {
    const hiddenCount = findingCount - findings.length;
    return [
        ...findings.map(({ rule, message }) => [{ code: rule }, ` ${message}`]),
        ...(hiddenCount > 0 ? [`and ${(0,_text_numbers_js__WEBPACK_IMPORTED_MODULE_0__/* .count */ .U9)(hiddenCount)} more`] : []),
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
        rows,
        unit: ['exemption', 'exemptions'],
        more: exemptions.length - rows.length,
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
            { code: rule },
            expires,
            state,
            (0,_text_numbers_js__WEBPACK_IMPORTED_MODULE_0__/* .count */ .U9)(covered),
            ...(detail === 'full'
                ? [(0,_run_section_js__WEBPACK_IMPORTED_MODULE_2__/* .namesOf */ .eZ)(patterns, (code) => ({ code })), (0,_text_display_js__WEBPACK_IMPORTED_MODULE_1__/* .shortened */ .vI)(reason, 200), (0,_text_display_js__WEBPACK_IMPORTED_MODULE_1__/* .shortened */ .vI)(owner, 100)]
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

/***/ 86072:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  Pb: () => (/* binding */ judgeOf),
  Dg: () => (/* binding */ policyStage),
  Tz: () => (/* binding */ policyVerdicts)
});

// UNUSED EXPORTS: policyPart, ruleCounts, ruleTrends

// EXTERNAL MODULE: external "node:path"
var external_node_path_ = __webpack_require__(76760);
var external_node_path_default = /*#__PURE__*/__webpack_require__.n(external_node_path_);
// EXTERNAL MODULE: ./src/policy/load.ts
var load = __webpack_require__(58164);
// EXTERNAL MODULE: ./src/policy/baseline/baseline-entry.ts
var baseline_entry = __webpack_require__(97804);
// EXTERNAL MODULE: ./src/run/mailbox-result.ts
var mailbox_result = __webpack_require__(70611);
// EXTERNAL MODULE: ./src/outputs/files/csv-file.ts
var csv_file = __webpack_require__(1745);
;// CONCATENATED MODULE: ./src/outputs/files/baseline-csv.ts



/**
 * `baseline.csv` as it would be now: all violations that are not exempt, and the entries about mailboxes that were not read.
 * Entries keep their date. Rows are sorted, so that equal findings give equal files.
 */
class BaselineCsv {
    #file;
    #csv;
    #baseline;
    #addedOn;
    #entries = [];
    #isWritten = false;
    /**
     * @param baseline that of the run, which knows after the last mailbox which entries are kept
     * @param started when the run started: the date of new entries
     */
    constructor(file, csv, baseline, started) {
        this.#file = file;
        this.#csv = csv;
        this.#baseline = baseline;
        this.#addedOn = new Date(started).toISOString().slice(0, 10);
    }
    /** Undefined until the file is written: a part of it would unaccept the rest when committed. */
    get path() {
        return this.#isWritten ? this.#file : undefined;
    }
    add(result) {
        for (const finding of (0,mailbox_result/* findingsOf */.WX)(result)) {
            if (finding.verdict !== 'fail' && finding.verdict !== 'warn')
                continue;
            const violation = { ...finding, row: finding.rowDigest };
            const identity = (0,baseline_entry/* violationIdentity */.Eq)(finding.rule.id, finding.mailbox.address, violation);
            this.#entries.push({ ...identity, addedOn: this.#addedOn });
        }
    }
    async close(summary) {
        if (summary === undefined || this.#isWritten)
            return;
        const file = new csv_file/* CsvFile */.fL(this.#file, baseline_entry/* BASELINE_COLUMNS */.Ac, this.#csv);
        try {
            // A mailbox can have two inbox rules of one name that violate a rule in the same way.
            for (const entry of (0,baseline_entry/* sortedEntries */.CA)([...(this.#baseline?.kept() ?? []), ...this.#entries])) {
                await file.write([(0,baseline_entry/* baselineCells */.PO)(entry)]);
            }
        }
        finally {
            await file.close();
        }
        this.#isWritten = true;
    }
}

// EXTERNAL MODULE: ./src/outputs/files/csv-sinks.ts
var csv_sinks = __webpack_require__(84611);
// EXTERNAL MODULE: ./src/outputs/page/data.ts
var data = __webpack_require__(41058);
// EXTERNAL MODULE: ./src/text/numbers.ts
var numbers = __webpack_require__(92613);
// EXTERNAL MODULE: ./src/totals/past-run.ts
var past_run = __webpack_require__(80783);
// EXTERNAL MODULE: ./src/totals/run-counts.ts
var run_counts = __webpack_require__(84619);
// EXTERNAL MODULE: ./src/features/policy-sections.ts
var policy_sections = __webpack_require__(89946);
// EXTERNAL MODULE: ./src/features/run-trends.ts
var run_trends = __webpack_require__(73879);
;// CONCATENATED MODULE: ./src/features/policy-verdicts.ts











/** Rules with a chart; the rows files have the numbers of all. */
const MAX_RULES = 24;
/** The verdicts of the policy, the violations, and the baseline that would accept them. Undefined without a policy. */
function policyVerdicts({ judge, source: { mailboxes }, started }) {
    if (judge === undefined)
        return undefined;
    return {
        ...policyPart,
        stage: policyStage(judge),
        *sinks(folder, csv) {
            yield (0,csv_sinks/* createViolationsCsv */.fU)(external_node_path_default().join(folder, 'violations.csv'), csv, mailboxes.columns);
            yield new BaselineCsv(external_node_path_default().join(folder, 'baseline.csv'), csv, judge.baseline, started);
        },
    };
}
/** The part of the summary about the rules, and the mailboxes that violate them. */
const policyPart = {
    sections: (summary, view) => {
        const { policy, lines } = summary;
        if (policy === undefined)
            return [];
        const violating = view.detail === 'full' ? (0,policy_sections/* violatingSection */.jX)(policy, lines) : undefined;
        const rules = (0,policy_sections/* rulesSection */.bg)(policy, view);
        return [
            { section: rules, summary: 'rules', as: 'untitled' },
            { section: { ...rules, blocks: [...rules.blocks, ...ruleTrends(policy, (0,run_counts/* allRuns */.ow)(summary))] }, page: 'rules' },
            { section: violating, summary: 'violations', as: 'folded', page: 'violations' },
        ];
    },
    trends: [(0,past_run/* findingTrend */.X)('Violations', 'violations'), (0,past_run/* findingTrend */.X)('Warnings', 'warnings')],
    counts: ({ policy }) => (policy === undefined ? {} : ruleCounts(policy)),
    tiles: ({ policy }) => (policy === undefined ? [] : verdictTiles(policy)),
};
/** Compiles the policy, and warns of what it cannot decide. Undefined without a policy. */
async function judgeOf(policy, reports, now, baseline, warnings) {
    for (const { message, place } of await (0,load/* warningsOfRun */.W9)(policy, reports, now))
        warnings.add(message, place);
    // Loaded lazily: a run without a policy does not need Ajv.
    return policy && (await Promise.all(/* import() */[__webpack_require__.e(501), __webpack_require__.e(213), __webpack_require__.e(902)]).then(__webpack_require__.bind(__webpack_require__, 85902))).compilePolicy(policy, reports, now, baseline);
}
/** Adds the verdicts of a policy to each mailbox. */
function policyStage(judge) {
    return (result) => {
        const rowsOf = (0,mailbox_result/* rowsByReport */.BH)(result.reports);
        return {
            ...result,
            reports: result.reports.map((report) => ({
                ...report,
                verdict: judge.judgeOf(report.definition.name)?.(report.rows, rowsOf),
            })),
        };
    };
}
function verdictTiles({ verdicts, baseline }) {
    const tile = (verdict, view, noun) => {
        const number = verdicts.total(verdict);
        const findingCount = (0,numbers/* counted */.hS)(verdicts.findings(verdict), 'finding', 'findings');
        return {
            group: 'Result',
            number,
            unit: [noun, `${noun}s`],
            note: `${data/* PAIRS */.O[number === 1 ? 0 : 1]}; ${findingCount}`,
            rows: { report: 'violations', view },
        };
    };
    return [
        { ...tile('failed', 'fail', 'violation'), tone: 'bad', evenZero: true },
        { ...tile('warned', 'warn', 'warning'), tone: 'warn' },
        { ...tile('known', 'known', 'known violation'), evenZero: baseline !== undefined },
        tile('exempt', 'exempt', 'exempt violation'),
    ];
}
/** How many mailboxes violate each rule. A rule that could not be decided for any mailbox has no count. */
function ruleCounts({ verdicts }) {
    return Object.fromEntries(verdicts.rules.flatMap(({ rule, failed, warned, passed, known, exempt, inconclusive }) => {
        const decided = failed + warned + passed + known + exempt;
        return decided === 0 && inconclusive > 0 ? [] : [[countName(rule.id), failed + warned]];
    }));
}
function countName(rule) {
    return `rule: ${rule}`;
}
/** How often mailboxes violated each rule over the runs, for rules with violations in any of them. */
function ruleTrends({ verdicts }, runs) {
    if (runs.length < 2)
        return [];
    const trends = verdicts.rules
        .toSorted(policy_sections/* mostFailedFirst */.dd)
        .map(({ rule }) => (0,past_run/* findingTrend */.X)(rule.id, countName(rule.id)))
        .filter(({ of }) => runs.some(({ counts }) => (of(counts) ?? 0) > 0));
    if (trends.length === 0)
        return [];
    const line = `Each rule over ${(0,numbers/* counted */.hS)(runs.length, 'run', 'runs')}`;
    const hidden = trends.length - MAX_RULES;
    return [
        ...(0,run_trends/* trendBlocks */.o)('Mailboxes that violate each rule', runs, trends.slice(0, MAX_RULES), { line, of: 'all' }),
        ...(hidden > 0 ? [{ paragraph: `${(0,numbers/* count */.U9)(hidden)} more rules have no chart.` }] : []),
    ];
}


/***/ }),

/***/ 73879:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   o: () => (/* binding */ trendBlocks)
/* harmony export */ });
/* harmony import */ var _text_numbers_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(92613);
/* harmony import */ var _totals_past_run_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(80783);


/**
 * A chart of each trend, and a table with the same numbers. A trend that no run knows has none.
 *
 * @param runs the latest last
 * @param fold the line that unfolds the table, or charts and table
 */
function trendBlocks(label, runs, trends, fold, others = []) {
    const visible = trends.filter(({ of }) => runs.some(({ counts }) => of(counts) !== undefined));
    const charts = visible.map(({ name, of }) => ({
        name,
        points: runs.map(({ started, counts }) => ({ when: started, count: of(counts) })),
    }));
    const table = runsTable(label, runs, [...visible.map(trendColumn), ...others]);
    const { line: folded } = fold;
    if (fold.of === 'all')
        return [{ folded, blocks: [{ charts }, table] }];
    return [{ charts }, { folded, blocks: [table] }];
}
function trendColumn({ name, of }) {
    return { name, of: (counts) => (0,_totals_past_run_js__WEBPACK_IMPORTED_MODULE_0__/* .countText */ .l)(of(counts)) };
}
/** The runs with their counts, the latest first. */
function runsTable(label, runs, columns) {
    const rows = runs.toReversed().map(({ url, started, counts }) => {
        const time = (0,_text_numbers_js__WEBPACK_IMPORTED_MODULE_1__/* .utcText */ .kK)(started.getTime());
        const run = url === undefined ? time : { link: time, url };
        return { cells: [run, ...columns.map(({ of }) => of(counts))] };
    });
    const numbers = columns.map(({ name }) => ({ name, kind: 'number' }));
    return { table: { label, columns: [{ name: 'Run', kind: 'short' }, ...numbers], rows, unit: ['run', 'runs'] } };
}


/***/ }),

/***/ 44315:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   Vl: () => (/* binding */ delimiterOf),
/* harmony export */   j5: () => (/* binding */ lineEnds),
/* harmony export */   wS: () => (/* binding */ readCsvRows)
/* harmony export */ });
/* harmony import */ var csv_parse_sync__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(42016);

/**
 * Reads a CSV of RFC 4180 with any line ends. Rows may have different numbers of cells; empty lines are left out.
 *
 * @param trim whether to remove blanks around cells
 * @param onRow receives the cells of each row, with its first line from 1
 * @returns the row at which reading ended, if it is not CSV
 */
function readCsvRows(text, delimiter, trim, onRow) {
    let nextLine = 1;
    try {
        // csv-parse counts a CRLF inside quotes as two lines.
        (0,csv_parse_sync__WEBPACK_IMPORTED_MODULE_0__/* .parse */ .qg)(text.replaceAll(/\r\n?/g, '\n'), {
            delimiter,
            record_delimiter: '\n',
            relax_column_count: true,
            skip_empty_lines: true,
            trim,
            // With null, the parser does not collect the rows. It counts the lines up to the last one of the row.
            on_record: (record, { lines }) => {
                const cells = Array.isArray(record) ? record.map(String) : [];
                onRow(cells, lines - lineEnds(cells));
                nextLine = lines + 1;
                return null;
            },
        });
    }
    catch (error) {
        if (!(error instanceof csv_parse_sync__WEBPACK_IMPORTED_MODULE_0__/* .CsvError */ .J$))
            throw error;
        const isOpen = error.code === 'CSV_QUOTE_NOT_CLOSED';
        // An open quote extends to the end of the file, whose last line the parser reports.
        const line = isOpen || typeof error.lines !== 'number' ? nextLine : error.lines;
        return { line, isOpen, cause: error };
    }
    return undefined;
}
/** How many line ends some cells contain, as `readCsvRows` passes them on. */
function lineEnds(cells) {
    return cells.join('').split('\n').length - 1;
}
/** The most frequent of some separators in the header row, outside quotes; the first if there is none. */
function delimiterOf(text, delimiters) {
    const [header = ''] = /^(?:"[^"]*"|[^"\r\n])*/.exec(text.trimStart()) ?? [];
    const unquoted = header.replaceAll(/"[^"]*"/g, '');
    const count = (delimiter) => unquoted.split(delimiter).length;
    return delimiters.reduce((best, next) => (count(next) > count(best) ? next : best));
}


/***/ }),

/***/ 30601:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   A7: () => (/* binding */ mapOf),
/* harmony export */   Et: () => (/* binding */ isNumber),
/* harmony export */   K8: () => (/* binding */ isTime),
/* harmony export */   KH: () => (/* binding */ isText),
/* harmony export */   Us: () => (/* binding */ isTruth),
/* harmony export */   WP: () => (/* binding */ both),
/* harmony export */   Wo: () => (/* binding */ isPresent),
/* harmony export */   Xy: () => (/* binding */ objectOf),
/* harmony export */   _M: () => (/* binding */ where),
/* harmony export */   gP: () => (/* binding */ either),
/* harmony export */   jk: () => (/* binding */ arrayOf),
/* harmony export */   lq: () => (/* binding */ optional),
/* harmony export */   wP: () => (/* binding */ isWhole),
/* harmony export */   yL: () => (/* binding */ oneOf)
/* harmony export */ });
/* harmony import */ var _json_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(8301);
/**
 * Shapes of the JSON that the program writes and reads back itself: `rows.ndjson.gz`, `plan.json`, `undo.json`. Own code, since the
 * check of a library copies every row of every mailbox, and Ajv proves nothing about the TypeScript type that is claimed for a schema.
 */

/** Any value, as long as there is one. */
const isPresent = (value) => value !== undefined;
const isText = (value) => typeof value === 'string';
const isTruth = (value) => typeof value === 'boolean';
const isNumber = (value) => typeof value === 'number';
/** A whole number from 0. */
const isWhole = where(isNumber, (value) => Number.isSafeInteger(value) && value >= 0);
/** A date and time that `Date` reads. */
const isTime = where(isText, (text) => !Number.isNaN(Date.parse(text)));
/** An object with certain members; others do not matter. */
function objectOf(members) {
    const shapes = Object.entries(members);
    return (value) => {
        if (!(0,_json_js__WEBPACK_IMPORTED_MODULE_0__/* .isRecord */ .u4)(value))
            return false;
        for (const [name, shape] of shapes)
            if (!shape(value[name]))
                return false;
        return true;
    };
}
/** An object whose members have any name and one shape. */
function mapOf(member) {
    return (value) => (0,_json_js__WEBPACK_IMPORTED_MODULE_0__/* .isRecord */ .u4)(value) && Object.values(value).every(member);
}
function arrayOf(item) {
    return (value) => Array.isArray(value) && value.every(item);
}
function optional(shape) {
    return (value) => value === undefined || shape(value);
}
function either(one, other) {
    return (value) => one(value) || other(value);
}
function both(one, other) {
    return (value) => one(value) && other(value);
}
function oneOf(values) {
    return (value) => values.some((one) => one === value);
}
/** A shape whose values also meet a condition. */
function where(shape, accepts) {
    return (value) => shape(value) && accepts(value);
}


/***/ }),

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
/* harmony import */ var _text_audience_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(58217);





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
    const nameOf = (candidate) => node_path__WEBPACK_IMPORTED_MODULE_1___default().posix.parse(candidate).name;
    const sameName = (0,_text_did_you_mean_js__WEBPACK_IMPORTED_MODULE_3__/* .didYouMean */ .a)(name, files.map(nameOf));
    return (0,_text_did_you_mean_js__WEBPACK_IMPORTED_MODULE_3__/* .didYouMean */ .a)(file, files) ?? files.find((candidate) => nameOf(candidate) === sameName);
}
/** Whether a path can be a glob. */
function isGlob(file) {
    return /[*?[\]{}]|[!+@]\(/.test(file);
}
const MAX_BYTES = 16 * 1024 * 1024;
/** Reads and parses a file of the workspace. A file that cannot be read is a problem. */
function checkWorkspaceFile(file, folder, rules, parse) {
    return (0,_errors_js__WEBPACK_IMPORTED_MODULE_2__/* .collectProblems */ .vX)(async () => {
        const { bytes, relativePath } = await readWorkspaceFile(file, folder, rules);
        return parse(bytes, relativePath);
    });
}
/**
 * Reads a file of the workspace whole. Throws a UserError of the given code if the file is missing, unreadable, no
 * regular file, too large or outside the workspace, also through a symbolic link.
 */
async function readWorkspaceFile(file, folder, rules) {
    const { code, noun, input, maxBytes = MAX_BYTES } = rules;
    const workspace = await workspaceAt(folder);
    const outside = () => new _errors_js__WEBPACK_IMPORTED_MODULE_2__/* .UserError */ .yo(code, `The ${noun} ${file} is outside ${(0,_text_audience_js__WEBPACK_IMPORTED_MODULE_4__/* .workspaceName */ .hK)()}.`, {
        hint: (0,_text_audience_js__WEBPACK_IMPORTED_MODULE_4__/* .outsideHint */ .fB)(input),
    });
    const relativePath = pathInWorkspace(file, workspace);
    if (relativePath === undefined)
        throw outside();
    try {
        const { kind, size } = await statInWorkspace(relativePath, workspace);
        if (kind === 'missing')
            throw await notFound(relativePath, workspace.root, rules);
        const realPath = await realPathInWorkspace(relativePath, workspace);
        if (realPath === undefined)
            throw outside();
        if (kind === 'file' && size <= maxBytes)
            return { bytes: await (0,node_fs_promises__WEBPACK_IMPORTED_MODULE_0__.readFile)(realPath), relativePath };
        const message = `The ${noun} ${relativePath || file} is ${kind === 'file' ? 'too large' : 'not a regular file'}.`;
        const hint = `Set ${(0,_text_audience_js__WEBPACK_IMPORTED_MODULE_4__/* .inputName */ .yu)(input)} to the path of the file itself.`;
        throw new _errors_js__WEBPACK_IMPORTED_MODULE_2__/* .UserError */ .yo(code, message, { hint });
    }
    catch (error) {
        if (error instanceof _errors_js__WEBPACK_IMPORTED_MODULE_2__/* .UserError */ .yo)
            throw error;
        const reason = (0,_errors_js__WEBPACK_IMPORTED_MODULE_2__/* .systemErrorCode */ .vq)(error);
        throw new _errors_js__WEBPACK_IMPORTED_MODULE_2__/* .UserError */ .yo(code, `The ${noun} ${relativePath} cannot be read${reason === '' ? '' : ` (${reason})`}.`, {
            hint: 'It must be a regular file that this user may read.',
            place: { file: relativePath },
            cause: error,
        });
    }
}
async function notFound(relativePath, root, rules) {
    const { code, noun, input, names = [], extensions } = rules;
    const near = await nearFile(relativePath, root, extensions);
    const name = (0,_text_did_you_mean_js__WEBPACK_IMPORTED_MODULE_3__/* .didYouMean */ .a)(node_path__WEBPACK_IMPORTED_MODULE_1___default().posix.parse(relativePath).name, names);
    const meant = near ?? (name === undefined ? undefined : `the built-in ${name}`);
    return new _errors_js__WEBPACK_IMPORTED_MODULE_2__/* .UserError */ .yo(code, `There is no ${noun} ${relativePath} in ${(0,_text_audience_js__WEBPACK_IMPORTED_MODULE_4__/* .workspaceName */ .hK)()}.`, {
        hint: (meant === undefined ? '' : `Did you mean ${meant}? `) + (0,_text_audience_js__WEBPACK_IMPORTED_MODULE_4__/* .pathHint */ .Pq)(input),
    });
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

/***/ 91952:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   R$: () => (/* binding */ retrying),
/* harmony export */   _s: () => (/* binding */ longestWait),
/* harmony export */   fh: () => (/* binding */ Retries),
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
function retryWait(rule, { failures, elapsed = 0, retryAfter, waited = 0 }, random) {
    const { attempts = Infinity, within = Infinity, maxWait = Infinity, maxTotalWait = Infinity } = rule;
    if (failures >= attempts || elapsed >= within)
        return undefined;
    if (retryAfter !== undefined && (retryAfter > maxWait || waited + retryAfter > maxTotalWait))
        return undefined;
    const backoff = backoffMs(failures, rule, random);
    return attempts === Infinity ? Math.max(backoff, retryAfter ?? 0) : (retryAfter ?? backoff);
}
/** The wait in ms before a retry, from 1. Half of it is random, so that requests that failed together return apart. */
function backoffMs(retry, { first, growth = 2, longest }, random) {
    return Math.min(first * growth ** (retry - 1), longest) * (0.5 + random() / 2);
}
/** The failures of one request. Each rule counts its own. */
class Retries {
    #clock;
    #past = new Map();
    /** Ms of the waits that the service has asked for. */
    #waited = 0;
    constructor(clock) {
        this.#clock = clock;
    }
    /** Counts a failure. Returns the ms until the request is sent again; undefined if it is not. */
    next({ rule, retryAfter }) {
        const { now = Date.now, random = Math.random } = this.#clock;
        const past = this.#past.get(rule) ?? { failures: 0, since: now() };
        const failures = past.failures + 1;
        this.#past.set(rule, { ...past, failures });
        const elapsed = now() - past.since;
        const wait = retryWait(rule, { failures, elapsed, retryAfter, waited: this.#waited }, random);
        if (wait !== undefined)
            this.#waited += retryAfter ?? 0;
        return wait;
    }
}
/**
 * Repeats attempts as their rules allow, and returns the result of the last one. Rejects with whatever an attempt throws, and with
 * the signal's reason.
 */
async function retrying(attempt, clock) {
    const { signal, sleep: pause = sleep } = clock;
    const retries = new Retries(clock);
    for (;;) {
        signal?.throwIfAborted();
        const { result, retry } = await attempt();
        const wait = retry && retries.next(retry);
        if (wait === undefined)
            return result;
        await pause(wait, signal);
    }
}
/** The longest wait in ms that failures ask for. */
function longestWait(failures) {
    const waits = failures.flatMap(({ retryAfter }) => retryAfter ?? []);
    return waits.length > 0 ? Math.max(...waits) : undefined;
}
/**
 * Resolves after some ms, never earlier: a request that is sent too early counts against a limit. Rejects with the signal's reason
 * if it aborts first.
 */
async function sleep(ms, signal) {
    const end = performance.now() + ms;
    try {
        for (let left = ms; left > 0; left = end - performance.now()) {
            await (0,node_timers_promises__WEBPACK_IMPORTED_MODULE_0__.setTimeout)(Math.ceil(left), undefined, signal === undefined ? {} : { signal });
        }
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

/***/ 24208:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  i9: () => (/* binding */ checkMailboxLists),
  Sb: () => (/* binding */ namedAddresses),
  El: () => (/* binding */ readMailboxLists)
});

// EXTERNAL MODULE: ./src/errors.ts
var errors = __webpack_require__(83916);
// EXTERNAL MODULE: ./src/text/display.ts
var display = __webpack_require__(24745);
// EXTERNAL MODULE: ./src/text/numbers.ts
var numbers = __webpack_require__(92613);
// EXTERNAL MODULE: ./src/mailboxes/address.ts
var mailboxes_address = __webpack_require__(16592);
// EXTERNAL MODULE: external "node:fs/promises"
var promises_ = __webpack_require__(51455);
// EXTERNAL MODULE: ./src/files/workspace.ts
var files_workspace = __webpack_require__(79622);
// EXTERNAL MODULE: ./src/text/audience.ts
var audience = __webpack_require__(58217);
;// CONCATENATED MODULE: ./src/mailboxes/find-files.ts







const LIST_EXTENSIONS = ['txt', 'csv', 'json'];
const MAX_BRACE_EXPANSIONS = 10_000;
const MAX_MATCHES = 10_000;
/**
 * The files that paths and globs name, in the order given; the files of one glob are sorted, and each file is listed once.
 * A file outside the workspace is refused, also through a symbolic link: lists and links can come from the pull request
 * of a fork.
 *
 * Each path or glob has at most one problem: the UserError `LIST_NOT_FOUND`, `LIST_OUTSIDE_WORKSPACE`, `LIST_IS_DIRECTORY`,
 * `LIST_UNREADABLE` or `LIST_GLOB_TOO_BROAD`.
 */
async function findListFiles(patterns, folder) {
    if (patterns.length === 0) {
        const problem = new errors/* UserError */.yo('LIST_NOT_FOUND', `${(0,audience/* theInput */.y8)('mailboxes')} is empty.`, {
            hint: 'Set it to the path of a mailbox list, such as mailboxes.txt.',
        });
        return { value: [], problems: [problem] };
    }
    const workspace = await (0,files_workspace/* workspaceAt */.xJ)(folder);
    const filesByPath = new Map();
    const problems = [];
    for (const pattern of patterns) {
        try {
            for (const file of await filesOf(pattern, workspace)) {
                if (!filesByPath.has(file.realPath))
                    filesByPath.set(file.realPath, file);
            }
        }
        catch (error) {
            problems.push((0,errors/* asProblem */.gr)(error));
        }
    }
    return { value: [...filesByPath.values()], problems };
}
async function filesOf(pattern, workspace) {
    const relative = (0,files_workspace/* pathInWorkspace */.ep)(pattern, workspace);
    if (relative === undefined)
        throw outsideError(pattern);
    // The name of an existing file may contain the characters of a glob.
    const stats = await statsOf(relative, workspace);
    if (stats.kind !== 'missing')
        return [await listFile(relative, stats, workspace)];
    if (!(0,files_workspace/* isGlob */.fg)(relative))
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
    if (braceExpansions(pattern) > MAX_BRACE_EXPANSIONS)
        throw tooBroadError(pattern);
    const matches = [];
    for await (const match of (0,promises_.glob)(pattern, { cwd: root })) {
        if (matches.push((0,files_workspace/* slashed */.df)(match)) > MAX_MATCHES)
            throw tooBroadError(pattern);
    }
    return matches.sort();
}
const NUMBER_RANGE = /\{(-?\d+)\.\.(-?\d+)(?:\.\.-?\d+)?\}/g;
/** From `A` to `z`, with the characters between. */
const LETTERS = 58;
const LETTER_RANGE = /\{[a-z]\.\.[a-z](?:\.\.-?\d+)?\}/gi;
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
async function statsOf(file, workspace) {
    try {
        return await (0,files_workspace/* statInWorkspace */.Ng)(file, workspace);
    }
    catch (error) {
        throw unreadableError(file, error);
    }
}
async function listFile(file, { kind, size }, workspace) {
    // A glob also matches symbolic links to missing files.
    if (kind === 'missing')
        throw await notFoundError(file, workspace.root);
    const realPath = await (0,files_workspace/* realPathInWorkspace */.WP)(file, workspace);
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
    const code = (0,errors/* systemErrorCode */.vq)(cause);
    return new errors/* UserError */.yo('LIST_UNREADABLE', `${file} cannot be read${code === '' ? '' : ` (${code})`}.`, {
        hint: 'It must be a regular file that this user may read.',
        place: { file },
        cause,
    });
}
async function notFoundError(file, root) {
    if ((0,mailboxes_address/* isAddress */.PW)(file) && !LIST_EXTENSIONS.some((extension) => file.endsWith(`.${extension}`))) {
        return new errors/* UserError */.yo('LIST_NOT_FOUND', `${(0,display/* shownText */.f$)(file)} is an address, and there is no list of this name.`, {
            hint: (0,audience/* forReader */.ns)({
                workflow: `Write the address into a file such as mailboxes.txt, one a line, and set ${(0,audience/* inputName */.yu)('mailboxes')} to it.`,
                terminal: `Name mailboxes as arguments, without ${(0,audience/* inputName */.yu)('mailboxes')}: mailbox-report report ${file}`,
            }),
        });
    }
    if ((await (0,promises_.readdir)(root)).length === 0) {
        return new errors/* UserError */.yo('LIST_NOT_FOUND', `There is no mailbox list ${file}: ${(0,audience/* workspaceName */.hK)()} is empty.`, {
            hint: (0,audience/* pathHint */.Pq)('mailboxes'),
        });
    }
    const near = await (0,files_workspace/* nearFile */.X7)(file, root, LIST_EXTENSIONS);
    return new errors/* UserError */.yo('LIST_NOT_FOUND', `There is no mailbox list ${file} in ${(0,audience/* workspaceName */.hK)()}.`, {
        hint: (near === undefined ? '' : `Did you mean ${near}? `) + (0,audience/* pathHint */.Pq)('mailboxes'),
    });
}
function directoryError(file) {
    return new errors/* UserError */.yo('LIST_IS_DIRECTORY', `${file || (0,display/* capitalized */.l2)((0,audience/* workspaceName */.hK)())} is a directory, not a mailbox list.`, {
        hint: `Set ${(0,audience/* inputName */.yu)('mailboxes')} to the file, or to all lists in the directory by a glob: ${file === '' ? '' : `${file}/`}*.txt`,
    });
}
function outsideError(pattern) {
    return new errors/* UserError */.yo('LIST_OUTSIDE_WORKSPACE', `The mailbox list ${pattern} is outside ${(0,audience/* workspaceName */.hK)()}.`, {
        hint: (0,audience/* outsideHint */.fB)('mailboxes'),
    });
}
function tooBroadError(pattern) {
    return new errors/* UserError */.yo('LIST_GLOB_TOO_BROAD', `The glob ${(0,display/* shownText */.f$)(pattern)} in ${(0,audience/* inputName */.yu)('mailboxes')} is too broad.`, {
        hint: `A glob can match ${(0,numbers/* count */.U9)(MAX_MATCHES)} files and stand for ${(0,numbers/* count */.U9)(MAX_BRACE_EXPANSIONS)} names by its braces. Use *, or name a directory.`,
    });
}

// EXTERNAL MODULE: ./src/text/did-you-mean.ts
var did_you_mean = __webpack_require__(63180);
;// CONCATENATED MODULE: ./src/mailboxes/list-columns.ts





/** Carried without being named, if a list has it. */
const USUAL_COLUMN = 'DisplayName';
/** Headers that are kept for an error. */
const MAX_SEEN = 1_000;
/** The columns of mailbox lists that reports carry besides the address. Names compare without case, spaces and hyphens. */
class ListColumns {
    #isNamed;
    #columns;
    #seen = new Set();
    /** @param columnNames as the input names them; none: the usual one, if a list has it */
    constructor(columnNames) {
        this.#isNamed = columnNames.length > 0;
        const byKey = new Map((this.#isNamed ? columnNames : [USUAL_COLUMN]).map((name) => [columnKey(name), name]));
        this.#columns = [...byKey].map(([key, name]) => ({ name, key, header: undefined }));
    }
    /** The names of the columns in reports, in the order of the values of a mailbox. */
    get names() {
        if (this.#isNamed)
            return this.#columns.map(({ name, header }) => header ?? name);
        return this.#columns.flatMap(({ name, header }) => (header === undefined ? [] : [name]));
    }
    /** Whether a column or key is one of them. */
    includes(name) {
        if (this.#seen.size < MAX_SEEN)
            this.#seen.add(name.trim());
        const key = columnKey(name);
        return this.#columns.some((column) => column.key === key);
    }
    /**
     * Their positions among the columns of a list, or the keys of an entry, -1 for one that is not there; undefined if none is. Throws
     * a UserError `LIST_NO_COLUMN` if two have one name.
     */
    positionsIn(names, place) {
        const keys = names.map((name) => (this.includes(name) ? columnKey(name) : undefined));
        const positions = this.#columns.map((column) => {
            const position = onlyPosition(names, keys, column, place);
            if (position !== -1)
                column.header ??= names[position]?.trim().replace(/\s+/g, ' ');
            return position;
        });
        return positions.every((position) => position === -1) ? undefined : positions;
    }
    /** The UserErrors `LIST_NO_COLUMN` of named columns that no list has. */
    problems(files) {
        const seenNames = [...this.#seen].filter((name) => name !== '').map(display/* visibleLine */.P8);
        const [file] = files;
        const lists = files.length === 1 ? `${file} has` : 'The mailbox lists have';
        const actual = seenNames.length === 0
            ? 'Only .csv and .json lists have columns.'
            : `They are: ${(0,numbers/* someNames */.Xq)(seenNames, display/* shownText */.f$)}.`;
        return this.#columns
            .filter(({ header }) => this.#isNamed && header === undefined)
            .map(({ name }) => {
            const message = `${lists} no column ${(0,display/* shownText */.f$)(name)}, which ${(0,audience/* inputName */.yu)('extra-columns')} names. ${actual}`;
            return new errors/* UserError */.yo('LIST_NO_COLUMN', message, {
                hint: `${(0,did_you_mean/* suggestion */.h)(name, seenNames)}Correct ${(0,audience/* inputName */.yu)('extra-columns')}, or add the column to a list.`,
                ...(file === undefined ? {} : { place: { file } }),
            });
        });
    }
}
/** Names with the same spelling as the wanted one take precedence. */
function onlyPosition(names, keys, { name, key }, place) {
    const exact = names.flatMap((other, index) => (other === name ? [index] : []));
    const positions = exact.length > 0 ? exact : keys.flatMap((other, index) => (other === key ? [index] : []));
    const [first = -1, ...rest] = positions;
    if (rest.length === 0)
        return first;
    const columns = positions.map((position) => (0,display/* shownText */.f$)(names[position]?.trim() ?? '')).join(', ');
    throw new errors/* UserError */.yo('LIST_NO_COLUMN', `${place.file} has several columns of one name: ${columns}.`, {
        hint: 'Rename or remove all but one.',
        place,
    });
}
/** A column name for comparison: in lower case, without spaces and hyphens. */
function columnKey(name) {
    return name.toLowerCase().replaceAll(/[\s-]/g, '');
}

;// CONCATENATED MODULE: ./src/mailboxes/list-format.ts






/** Names of the address in this action's CSV, in Exchange cmdlets, in Graph and in exports of Microsoft's portals, in order of precedence. */
const ADDRESS_COLUMNS = [
    'MailboxName',
    'UserPrincipalName',
    'UPN',
    'PrimarySmtpAddress',
    'WindowsEmailAddress',
    'Mail',
    'EmailAddress',
    'Email',
    'Mailbox',
    'Address',
];
/** The position of the address column among others; undefined if there is none. Throws a UserError `LIST_NO_COLUMN` if two have its name. */
function addressColumn(source, columns) {
    const { names } = columns;
    const keys = names.map(columnKey);
    const candidateKeys = (source.column === undefined ? ADDRESS_COLUMNS : [source.column]).map(columnKey);
    const key = candidateKeys.find((one) => keys.includes(one));
    if (key === undefined)
        return undefined;
    const exact = names.filter((name) => name === source.column);
    const matches = exact.length > 0 ? exact : names.filter((_, index) => keys[index] === key);
    const [only = '', ...rest] = matches;
    if (rest.length === 0)
        return names.indexOf(only);
    throw twoColumnsError(source, columns, matches);
}
/** Finds the only column with addresses, if none has a name that is known. */
class AddressColumnSearch {
    #columns = new Set();
    /** @param column its position or name */
    add(column, text) {
        if (text.includes('@') && (0,mailboxes_address/* isAddress */.PW)(text.trim()))
            this.#columns.add(column);
    }
    /** Undefined if no column has addresses. Throws a UserError `LIST_NO_COLUMN` if several have. */
    only(source, columns) {
        const [first, ...rest] = this.#columns;
        if (rest.length === 0)
            return first;
        const nameOf = (column) => (typeof column === 'number' ? (columns.names[column] ?? '') : column);
        throw twoColumnsError(source, columns, [...this.#columns].map(nameOf));
    }
}
function twoColumnsError({ file }, { noun, line }, names) {
    const message = `${file} has ${names.length} ${noun}s that may contain the mailbox addresses: ${shownNames(names)}.`;
    const hint = `Set ${(0,audience/* inputName */.yu)('address-column')} to one of them, or remove the others.`;
    return new errors/* UserError */.yo('LIST_NO_COLUMN', message, { hint, place: { file, line } });
}
/** The error for a list without a column (CSV) or key (JSON objects) of the address. */
function noColumnError({ file, column }, { noun, names, line }) {
    const problem = column === undefined
        ? `${file} has no ${noun} that is known to contain mailbox addresses`
        : `${file} has no ${noun} ${(0,display/* shownText */.f$)(column)} with the mailbox addresses`;
    const columnNames = (0,numbers/* listed */.KE)(ADDRESS_COLUMNS, 'or');
    const alternative = column === undefined
        ? `name the ${noun} ${columnNames}`
        : `remove ${(0,audience/* inputName */.yu)('address-column')} if the ${noun} is named ${columnNames}`;
    const withoutHeader = noun === 'column' && hasAddress(names);
    const actual = withoutHeader
        ? 'Its first row contains addresses instead of column names.'
        : `Its ${noun}s are ${shownNames(names)}.`;
    return new errors/* UserError */.yo('LIST_NO_COLUMN', `${problem}. ${actual}`, {
        hint: withoutHeader
            ? 'Add a header row, such as UserPrincipalName, or save the list as .txt with one address a line.'
            : `Set ${(0,audience/* inputName */.yu)('address-column')} to one of them, or ${alternative}.`,
        place: { file, line },
    });
}
/** Whether the names of columns are addresses: a table without a header row. */
function hasAddress(names) {
    return names.some((name) => (0,mailboxes_address/* isMailboxId */.GB)(name.trim()));
}
/** The error for a text in the place of an address. Its message does not name the place. */
function malformedAddress(text, place) {
    const wrong = (0,mailboxes_address/* addressFault */.RM)(text);
    const why = wrong === undefined ? '' : `: ${wrong}`;
    const message = text === '' ? 'The address is missing.' : `${(0,display/* shownText */.f$)(text)} is not a mailbox address${why}.`;
    return new errors/* UserError */.yo('ADDRESS_MALFORMED', message, {
        hint: 'Correct or remove it. Each entry is a user principal name or email address, such as adele@contoso.com, or an object ID. A table must be a .csv file.',
        place,
    });
}
function shownNames(names) {
    const filledNames = names.filter((name) => name.trim() !== '');
    return filledNames.length === 0 ? 'all unnamed' : (0,numbers/* someNames */.Xq)(filledNames, (name) => (0,display/* shownText */.f$)(name.trim()));
}

// EXTERNAL MODULE: external "node:buffer"
var external_node_buffer_ = __webpack_require__(4573);
// EXTERNAL MODULE: external "node:path"
var external_node_path_ = __webpack_require__(76760);
var external_node_path_default = /*#__PURE__*/__webpack_require__.n(external_node_path_);
// EXTERNAL MODULE: ./src/files/csv-reader.ts
var csv_reader = __webpack_require__(44315);
;// CONCATENATED MODULE: ./src/mailboxes/csv-list.ts



/**
 * Reads a table with a header row, as `Get-Mailbox | Export-Csv` writes it: RFC 4180, or separated by semicolons or tabs,
 * as Excel and `-UseCulture` write it where the comma is the decimal separator. Rows may be shorter or longer than the
 * header.
 */
function readCsv(text, source, addAddress) {
    const table = withoutTypeLine(text);
    const delimiter = (0,csv_reader/* delimiterOf */.Vl)(table, [',', ';', '\t']);
    let lines;
    let header;
    const problem = (0,csv_reader/* readCsvRows */.wS)(table, delimiter, true, (cells, line) => {
        if (header === undefined) {
            const columns = { noun: 'column', names: cells, line };
            const address = addressColumn(source, columns) ?? onlyAddressColumn(source, columns, { table, delimiter });
            if (address === undefined)
                throw noColumnError(source, columns);
            header = { address, values: source.columns.positionsIn(cells, { file: source.file, line }) };
        }
        else if (cells.some((cell) => cell.trim() !== '')) {
            const { address, values } = header;
            const addressLine = line + (0,csv_reader/* lineEnds */.j5)([...cells.slice(0, address), leadingBlanks(cells[address])]);
            const inLine = () => {
                lines ??= table.split(/\r\n?|\n/);
                return columnOf(address, lines[addressLine - 1] ?? '', delimiter);
            };
            // A row can be shorter than the header.
            addAddress(cells[address] ?? '', addressLine, inLine, values?.map((position) => cells[position]?.trim() ?? null));
        }
    });
    if (problem !== undefined)
        throw brokenCsv(problem, source.file);
}
/** The only column with addresses, which takes a reading of its own. */
function onlyAddressColumn(source, columns, { table, delimiter }) {
    if (source.column !== undefined || hasAddress(columns.names))
        return undefined;
    const search = new AddressColumnSearch();
    const problem = (0,csv_reader/* readCsvRows */.wS)(table, delimiter, true, (cells) => {
        for (const [index, cell] of cells.entries())
            search.add(index, cell);
    });
    if (problem !== undefined)
        throw brokenCsv(problem, source.file);
    return search.only(source, columns);
}
/** The column of a cell's text in its line, from 1; undefined if the row starts on another line. */
function columnOf(cell, line, delimiter) {
    const cells = [...line.matchAll(new RegExp(`((?:"[^"]*"?|[^"${delimiter}])*)(?:${delimiter}|$)`, 'g'))];
    const match = cells[cell];
    const blanks = match?.[1]?.search(/\S/) ?? -1;
    if (match === undefined || blanks === -1)
        return undefined;
    return match.index + blanks + (match[1]?.[blanks] === '"' ? 2 : 1);
}
/** Windows PowerShell's Export-Csv writes a `#TYPE` line unless `-NoTypeInformation` is set. Its line end stays for the line numbers. */
function withoutTypeLine(text) {
    return text.replace(/^"?#TYPE[^\r\n]*/, '');
}
function leadingBlanks(cell = '') {
    return cell.slice(0, cell.length - cell.trimStart().length);
}
function brokenCsv({ line, isOpen, cause }, file) {
    const what = isOpen ? 'a quote in the row that starts here is not closed' : 'a quote is in the wrong place';
    return new errors/* UserError */.yo('LIST_MALFORMED', `${file}, line ${line}: ${what}.`, {
        hint: 'Enclose cells that contain the separator, a quote or a line end in double quotes, and double quotes inside them.',
        place: { file, line },
        cause,
    });
}

// EXTERNAL MODULE: ./src/json.ts
var json = __webpack_require__(8301);
;// CONCATENATED MODULE: ./src/mailboxes/json-list.ts





/** Beside the list: `@odata.nextLink`, `odata.nextLink` of OData 3, `nextLink` of other services. */
const NEXT_LINK = /(?:^|@)(?:odata\.)?nextLink$/i;
const COUNT = /^@?(?:odata\.)?count$/i;
const MAX_LINK_SHOWN = 200;
const SHAPES = 'an array of addresses or of objects, or an object with such an array in "value", as Graph returns it';
/**
 * Reads a JSON array of addresses, or of objects with an address under one of their keys, or an object with such an array
 * under `value`. https://www.rfc-editor.org/rfc/rfc8259: no comments, no trailing commas. Throws a UserError `LIST_MALFORMED`,
 * `LIST_NO_COLUMN`, or `LIST_INCOMPLETE` for an object that has more than the list: the first of several pages, a count above
 * the number of its items, or another array.
 */
function readJson(text, source, addAddress) {
    if (text.trim() === '')
        return;
    const { file } = source;
    const whole = parsed(text, file);
    const list = Array.isArray(whole) ? whole : (0,json/* property */.MZ)(whole, 'value');
    if (!Array.isArray(list))
        throw malformed(file, 'there is no list', { line: 1 });
    const places = placesIn(text, (0,json/* isObject */.Gv)(whole));
    if ((0,json/* isObject */.Gv)(whole))
        checkBesideList(whole, list, places.members, file);
    const entries = list.map((item, index) => ({
        item,
        part: places.items[index] ?? { text, line: 1, column: 1 },
    }));
    if (places.items.length !== list.length)
        throw malformed(file, '"value" occurs more than once', places.members.get('value') ?? { line: 1 });
    const key = keyOf(entries, source);
    for (const { item, part } of entries) {
        if ((0,json/* isObject */.Gv)(item))
            passObject(item, part, key, source, addAddress);
        else
            addAddress(textOf(item), part.line, () => part.column + (typeof item === 'string' ? 1 : 0));
    }
}
function parsed(text, file) {
    try {
        return (0,json/* parseJson */.qF)(text);
    }
    catch {
        throw syntaxError(text, file);
    }
}
/** What `JSON.parse` says, without the text that it quotes, and the place, which it says only sometimes. */
function syntaxError(text, file) {
    let message = '';
    try {
        JSON.parse(text);
    }
    catch (error) {
        message = (0,errors/* describeError */.Uc)(error);
    }
    const position = /\bat position (\d+)/.exec(message)?.[1];
    const offset = position === undefined ? (misplaced(text) ?? text.length) : Number(position);
    const what = message.replace(/, (?:\.\.\.)?".*$|(?: in JSON)? at position .*$/s, '');
    return malformed(file, what.charAt(0).toLowerCase() + what.slice(1), new LineCounter(text).at(offset));
}
/** Where the first token is that cannot stand there. */
function misplaced(text) {
    let before = '';
    for (const { text: token, index } of tokensIn(text)) {
        const isValue = /^(?:"|-?\d|(?:true|false|null)$)/.test(token);
        const lacksValue = /^[,:]$/.test(token) ? /^[[{,:]?$/.test(before) : /^[\]}]$/.test(token) && /^[,:]$/.test(before);
        if (lacksValue || !(isValue || /^[[\]{},:]$/.test(token)))
            return index;
        before = token;
    }
    return undefined;
}
/** The strings, brackets, commas, colons and other values of a JSON text. */
function* tokensIn(text) {
    let [depth, before] = [0, ''];
    for (const { 0: token, index } of text.matchAll(/"(?:[^"\\]|\\.)*"|[[\]{},:]|[^\s"[\]{},:]+/g)) {
        const isEnd = token === ']' || token === '}';
        yield { text: token, index, depth, isFirst: !isEnd && /^[[{,]$/.test(before) };
        if (token === '[' || token === '{')
            depth += 1;
        if (isEnd)
            depth -= 1;
        before = token;
    }
}
/**
 * Finds the items of the list in a valid JSON text, since parsed values have no places, and the members beside the list.
 *
 * @param isUnderValue whether the list is an object's `value`
 */
function placesIn(text, isUnderValue) {
    const starts = [];
    const members = new Map();
    const lines = new LineCounter(text);
    let name = isUnderValue ? '' : 'value';
    for (const { text: token, index, depth, isFirst } of tokensIn(text)) {
        if (!isFirst)
            continue;
        if (isUnderValue && depth === 1) {
            name = nameIn(token);
            members.set(name, lines.at(index));
        }
        else if (name === 'value' && depth === (isUnderValue ? 2 : 1))
            starts.push({ index, ...lines.at(index) });
    }
    const items = starts.map(({ index, ...place }, number) => ({
        ...place,
        text: text.slice(index, starts[number + 1]?.index),
    }));
    return { items, members };
}
/** The place of the value of a member of an object: where its text begins. */
function placeOf(name, { text, line, column }) {
    let isNext = false;
    let start;
    for (const token of tokensIn(text)) {
        if (token.depth !== 1 || token.text === ':')
            continue;
        if (isNext)
            start = token.index + (token.text.startsWith('"') ? 1 : 0);
        isNext = token.isFirst && nameIn(token.text) === name;
    }
    const place = new LineCounter(text).at(start ?? 0);
    return { line: line + place.line - 1, column: place.column + (place.line === 1 ? column - 1 : 0) };
}
function nameIn(token) {
    const name = token.startsWith('"') ? (0,json/* parseJson */.qF)(token) : '';
    return typeof name === 'string' ? name : '';
}
/** Finds lines and columns of places, each after the one before. */
class LineCounter {
    #text;
    #end = /\r\n|\n|\r/g;
    #line = 1;
    #start = 0;
    #next = 0;
    constructor(text) {
        this.#text = text;
        this.#find();
    }
    at(index) {
        while (this.#next !== undefined && this.#next <= index) {
            this.#line += 1;
            this.#start = this.#next;
            this.#find();
        }
        return { line: this.#line, column: index - this.#start + 1 };
    }
    #find() {
        this.#next = this.#end.test(this.#text) ? this.#end.lastIndex : undefined;
    }
}
/** The address key for comparison, as the first object names it that has one. Undefined if there are only addresses. */
function keyOf(entries, source) {
    const { file, column } = source;
    const search = new AddressColumnSearch();
    let first;
    for (const { item, part } of entries) {
        if (!(0,json/* isObject */.Gv)(item))
            continue;
        const keys = { noun: 'key', names: Object.keys(item), line: part.line };
        const position = addressColumn({ file, column }, keys);
        if (position !== undefined)
            return columnKey(keys.names[position] ?? '');
        first ??= keys;
        for (const [name, value] of Object.entries(item))
            if (!isNested(value))
                search.add(name, textOf(value));
    }
    if (first === undefined)
        return undefined;
    const isSearched = column === undefined && entries.every(({ item }) => (0,json/* isObject */.Gv)(item));
    const only = isSearched ? search.only(source, first) : undefined;
    if (only === undefined)
        throw noColumnError(source, first);
    return columnKey(only);
}
/** Passes on the address of an object, and its columns. */
function passObject(item, part, key, { file, columns }, addAddress) {
    const names = Object.keys(item);
    const position = addressColumn({ file, column: key }, { noun: 'key', names, line: part.line });
    const values = columns.positionsIn(names, { file, line: part.line })?.map((index) => {
        const name = names[index];
        const value = item[name ?? ''];
        if (name === undefined || value === undefined)
            return null;
        if (!isNested(value))
            return textOf(value).trim();
        throw malformed(file, `${(0,display/* shownText */.f$)(name)} has an array or an object, which no column can show`, placeOf(name, part));
    });
    const name = names[position ?? -1];
    const place = name === undefined ? part : placeOf(name, part);
    addAddress(name === undefined ? '' : textOf(item[name] ?? null), place.line, () => place.column, values);
}
/** Throws a UserError `LIST_INCOMPLETE` if an object says that there is more than its list. */
function checkBesideList(whole, list, places, file) {
    const refuse = (name, reason) => {
        const place = places.get(name) ?? { line: 1, column: 1 };
        throw new errors/* UserError */.yo('LIST_INCOMPLETE', `${file}, line ${place.line}: ${(0,display/* shownText */.f$)(name)} ${reason}.`, {
            hint: 'Join all pages or arrays into the "value" array of one file, and remove what is beside it.',
            place: { file, ...place },
        });
    };
    for (const [name, value] of Object.entries(whole)) {
        // Graph returns users in pages. https://learn.microsoft.com/graph/paging
        if (NEXT_LINK.test(name) && value !== null && value !== '')
            refuse(name, `says that the list continues${linkText(value)}`);
        if (COUNT.test(name) && Number(value) > list.length)
            refuse(name, `is ${Number(value)}, but the list has ${list.length}`);
        const isList = Array.isArray(value) && value.some((item) => typeof item === 'string' || isNested(item));
        if (isList && name !== 'value' && !name.startsWith('@'))
            refuse(name, 'is a second array, which is not read');
    }
}
function isNested(value) {
    return typeof value === 'object' && value !== null;
}
/** A null is a missing address, such as the `mail` of a user without a mailbox. */
function textOf(value) {
    if (value === null)
        return '';
    if (isNested(value))
        return Array.isArray(value) ? '[…' : '{…';
    return typeof value === 'string' ? value : JSON.stringify(value);
}
function malformed(file, what, place) {
    const where = place.column === undefined ? `line ${place.line}` : `line ${place.line}, column ${place.column}`;
    return new errors/* UserError */.yo('LIST_MALFORMED', `${file}, ${where}: this is not a JSON list of mailboxes: ${what}.`, {
        hint: `The file must be ${SHAPES}, in plain JSON without comments and trailing commas.`,
        place: { file, ...place },
    });
}
/** The token grants nothing by itself, but it encodes data of the directory. */
function linkText(link) {
    if (typeof link !== 'string')
        return '';
    const redactedLink = link.replace(/(skiptoken|deltatoken)=[^&]*/gi, '$1=...');
    return ` at ${(0,display/* visibleLine */.P8)((0,display/* shortened */.vI)(redactedLink, MAX_LINK_SHOWN))}`;
}

;// CONCATENATED MODULE: ./src/mailboxes/list-file.ts









/** The bytes that all lists of a run can have together. A UTF-8 list of 300,000 mailboxes has about 10 MB. */
const MAX_LIST_BYTES = 100_000_000;
const READERS = {
    txt: readTxt,
    csv: readCsv,
    json: readJson,
};
const SPREADSHEET = /\.(?:xls[xmb]?|ods|numbers)$/i;
/** By the extension of the file name. */
function readerFor(file) {
    const extension = external_node_path_default().extname(file).slice(1).toLowerCase();
    const format = LIST_EXTENSIONS.find((name) => name === extension);
    if (format !== undefined)
        return READERS[format];
    const message = `${file} is not a format of mailbox lists: .txt, .csv or .json.`;
    if (SPREADSHEET.test(file))
        throw workbookError(file, message);
    throw new errors/* UserError */.yo('LIST_FORMAT', message, {
        hint: `Rename the file to match its content (.txt: an address a line), or limit ${(0,audience/* inputName */.yu)('mailboxes')} to mailbox lists.`,
        place: { file },
    });
}
function workbookError(file, message) {
    return new errors/* UserError */.yo('LIST_FORMAT', message, {
        hint: `In Excel: Save As, CSV UTF-8. Name that file in ${(0,audience/* inputName */.yu)('mailboxes')}.`,
        place: { file },
    });
}
/** The first bytes of files that are often renamed to .csv. */
const WORKBOOKS = [
    [[0x50, 0x4b, 0x03, 0x04], 'an Excel workbook or another ZIP archive'],
    [[0xd0, 0xcf, 0x11, 0xe0], 'an old Excel workbook (.xls)'],
];
/** The UserError `LIST_TOO_LARGE` at the first file with which the lists exceed 100 MB. */
function listSizeProblem(files) {
    let total = 0;
    for (const { file, size } of files) {
        total += size;
        if (total <= MAX_LIST_BYTES)
            continue;
        const megabytes = (0,numbers/* count */.U9)(Math.ceil(total / 1_000_000));
        const subject = total === size ? file : `With ${file}, the lists`;
        const message = `${subject}: ${megabytes} MB exceed the limit of ${MAX_LIST_BYTES / 1_000_000} MB.`;
        const hint = 'Remove columns that the report does not need, or split the list over several workflow runs.';
        return new errors/* UserError */.yo('LIST_TOO_LARGE', message, { hint, place: { file } });
    }
    return undefined;
}
/**
 * Reads a list and passes on its addresses in order. Throws a UserError: `LIST_FORMAT`, `LIST_UNREADABLE`, `LIST_ENCODING`,
 * `LIST_MALFORMED`, `LIST_INCOMPLETE` or `LIST_NO_COLUMN`.
 */
async function readListFile(listFile, columnNames, addAddress) {
    const { file } = listFile;
    const reader = readerFor(file);
    reader(decode(await bytesOf(listFile), file), { file, ...columnNames }, addAddress);
}
async function bytesOf({ file, realPath }) {
    try {
        return await (0,promises_.readFile)(realPath);
    }
    catch (error) {
        throw unreadableError(file, error);
    }
}
/**
 * Reads an address a line. Blank lines, lines that start with `#` and comments behind an address are ignored; such a
 * comment needs white space before its `#`, since the user principal name of a guest contains `#EXT#`.
 */
function readTxt(text, _source, addAddress) {
    for (const [index, line] of text.split(/\r\n|\n|\r/).entries()) {
        const comment = line.search(/(?:^|\s)#/);
        const address = comment === -1 ? line : line.slice(0, comment);
        if (address.trim() !== '')
            addAddress(address, index + 1, () => address.search(/\S/) + 1);
    }
}
/**
 * The text without its byte order mark: UTF-8, or UTF-16 if a mark says so, as `Out-File` of Windows PowerShell 5 writes
 * it. Any other encoding is an error, since a guess could change names.
 */
function decode(bytes, file) {
    const workbook = WORKBOOKS.find(([start]) => start.every((byte, index) => bytes[index] === byte));
    if (workbook !== undefined)
        throw workbookError(file, `${file} is ${workbook[1]}, whatever its name ends in.`);
    const encoding = encodingOf(bytes);
    const text = new TextDecoder(encoding).decode(bytes);
    // The decoder replaces what is invalid by U+FFFD, which no address contains.
    const invalidAt = text.indexOf('\ufffd');
    if (encoding === 'utf-8' && !(0,external_node_buffer_.isUtf8)(bytes)) {
        const line = text.slice(0, invalidAt).split('\n').length;
        throw encodingError(`${file} is not UTF-8.`, { file, line });
    }
    if (text.includes('\0'))
        throw encodingError(`${file} contains NUL characters, so it is not UTF-8 text.`, { file });
    if (encoding !== 'utf-8' && invalidAt !== -1)
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
function encodingError(message, place) {
    return new errors/* UserError */.yo('LIST_ENCODING', message, {
        hint: 'Save the file as UTF-8. In PowerShell, write it with -Encoding utf8.',
        place,
    });
}

// EXTERNAL MODULE: ./src/mailboxes/mailbox.ts
var mailboxes_mailbox = __webpack_require__(6404);
;// CONCATENATED MODULE: ./src/mailboxes/list.ts










/** In place of a file, for an address that is an argument. */
const ARGUMENTS = 'arguments';
/** The addresses of a run that names mailboxes and no list, in lower case and sorted. Undefined for other runs. */
function namedAddresses({ files, mailboxes, }) {
    if (files.length !== 1 || files[0] !== ARGUMENTS)
        return undefined;
    return mailboxes.map(({ address }) => address.toLowerCase()).toSorted();
}
const MAX_LINES_SHOWN = 10;
/**
 * Reads the mailbox lists of a repository into one, in order and each address once. Throws the first UserError of
 * `checkMailboxLists`; that of a malformed address also names the lines of others in its file.
 */
async function readMailboxLists(options) {
    const { value, problems, moreProblems } = await checkMailboxLists(options);
    const [first, ...rest] = problems;
    if (first === undefined)
        return value;
    throw first.code === 'ADDRESS_MALFORMED' ? withOthers(first, rest, moreProblems > 0) : first;
}
/**
 * Reads the mailbox lists, and finds every mistake in them, with line and column. The problems are UserErrors:
 * `LIST_NOT_FOUND`, `LIST_OUTSIDE_WORKSPACE`, `LIST_IS_DIRECTORY`, `LIST_UNREADABLE`, `LIST_GLOB_TOO_BROAD`,
 * `LIST_TOO_LARGE`, `LIST_FORMAT`, `LIST_ENCODING`, `LIST_MALFORMED`, `LIST_INCOMPLETE`, `LIST_NO_COLUMN`,
 * `ADDRESS_MALFORMED` or `LIST_EMPTY`. Messages do not repeat addresses. Throws only errors that are not UserErrors.
 */
async function checkMailboxLists({ patterns, workspace, column, columns: columnNames = [], addresses = [], }) {
    const columns = new ListColumns(columnNames);
    const isOnlyNamed = patterns.length === 0 && addresses.length > 0;
    const { value: files, problems: unusable } = isOnlyNamed
        ? { value: [], problems: [] }
        : await findListFiles(patterns, workspace);
    const names = [...files.map(({ file }) => file), ...(addresses.length > 0 ? [ARGUMENTS] : [])];
    const problems = new FirstProblems(unusable);
    const warnings = new FirstProblems();
    const mailboxes = new mailboxes_mailbox/* MailboxCollector */.it();
    const inFile = (file) => {
        return (text, line, columnOf, values) => {
            const address = text.trim();
            const place = () => {
                const position = columnOf();
                return { file, line, ...(position === undefined ? {} : { column: position }) };
            };
            if (!(0,mailboxes_address/* isMailboxId */.GB)(address)) {
                problems.add(() => malformedAddress(address, place()));
                return;
            }
            const mailbox = { address, file, line, ...(values && { columns: values }) };
            const earlier = mailboxes.add(mailbox);
            if (earlier === undefined)
                return;
            const differing = (0,mailboxes_mailbox/* differingColumns */.G$)(earlier, mailbox).map((index) => columns.names[index] ?? '');
            warnings.add(() => repeatedAddress(earlier, differing, place()));
        };
    };
    const tooLarge = listSizeProblem(files);
    if (tooLarge !== undefined)
        problems.insert(tooLarge);
    for (const listFile of tooLarge === undefined ? files : []) {
        const before = problems.kept.length;
        try {
            await readListFile(listFile, { column, columns }, inFile(listFile.file));
        }
        catch (error) {
            // It may be the cause of malformed entries.
            problems.insert((0,errors/* asProblem */.gr)(error), before);
        }
    }
    for (const [index, address] of addresses.entries())
        inFile(ARGUMENTS)(address, index + 1, () => undefined);
    const value = mailboxes.list(names, columns.names);
    if (value.length === 0 && problems.kept.length === 0)
        problems.insert(emptyError(names));
    if (problems.kept.length === 0)
        for (const problem of columns.problems(names))
            problems.insert(problem);
    return {
        value,
        problems: problems.kept,
        moreProblems: problems.more,
        warnings: warnings.kept,
        moreWarnings: warnings.more,
    };
}
/** Keeps the first thousand problems, and counts the others. */
class FirstProblems {
    kept;
    more = 0;
    constructor(problems = []) {
        this.kept = [...problems];
    }
    add(make) {
        if (this.kept.length < 1_000)
            this.kept.push(make());
        else
            this.more += 1;
    }
    /** Keeps a problem whatever their number. */
    insert(problem, position = this.kept.length) {
        this.kept.splice(position, 0, problem);
    }
}
/** The error of a run, with the other malformed addresses of the file, so that one commit can correct them. */
function withOthers(first, rest, hasMore) {
    const { file, line } = first.place ?? {};
    const lines = rest.flatMap(({ code, place }) => code === first.code && place?.file === file ? [place?.line ?? 0] : []);
    const number = `${hasMore ? 'At least ' : ''}${(0,numbers/* count */.U9)(lines.length)}`;
    const lineNumbers = lines.slice(0, MAX_LINES_SHOWN).join(', ');
    const further = lines.length > MAX_LINES_SHOWN ? ' and further down' : '';
    const sentence = ` ${number} more on ${lines.length === 1 ? 'line' : 'lines'} ${lineNumbers}${further}.`;
    return (0,errors/* reworded */.Fg)(first, `${file}, line ${line}: ${first.message}${lines.length === 0 ? '' : sentence}`, first.hint);
}
function repeatedAddress({ file, line }, differing, place) {
    const values = differing.length === 0 ? '' : `, with another value of ${differing.map((name) => (0,display/* shownText */.f$)(name)).join(', ')}`;
    return new errors/* UserError */.yo('ADDRESS_REPEATED', `The address is already in ${file}, line ${line}${values}.`, {
        hint: 'Remove one of them. Addresses compare without case, and each mailbox is reported once.',
        place,
    });
}
function emptyError(files) {
    const [file] = files;
    return new errors/* UserError */.yo('LIST_EMPTY', `There is no mailbox address in ${files.join(', ')}.`, {
        hint: `Add at least one address to a list that ${(0,audience/* inputName */.yu)('mailboxes')} names. In a .txt file, lines that start with # are comments.`,
        ...(file === undefined ? {} : { place: { file } }),
    });
}


/***/ }),

/***/ 6404:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   G$: () => (/* binding */ differingColumns),
/* harmony export */   c3: () => (/* binding */ listOf),
/* harmony export */   h7: () => (/* binding */ mailboxList),
/* harmony export */   it: () => (/* binding */ MailboxCollector)
/* harmony export */ });
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
            if (this.#duplicates.length < MAX_DUPLICATES_KEPT)
                this.#duplicates.push({ mailbox, firstAt });
            this.#compare(key, { mailbox, firstAt });
        }
        return firstAt;
    }
    #compare(key, { mailbox, firstAt }) {
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
 * @param late lower-case addresses of mailboxes that another shard may have missed, because they are new: each shard that lists them
 * reads them
 */
function positionsOf({ mailboxes }, { number, of }, late) {
    return mailboxes.flatMap(({ address }, position) => shardOfAddress(address, of) === number || late.has(address.toLowerCase()) ? [position] : []);
}
/** The name of a shard's artifact: `mailbox-report-shard-2-of-8`. */
function shardArtifactName(artifactName, { number, of }) {
    return `${artifactName}-shard-${number}-of-${of}`;
}


/***/ }),

/***/ 88944:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   $c: () => (/* binding */ annotateDuplicates),
/* harmony export */   On: () => (/* binding */ shownReason),
/* harmony export */   TF: () => (/* binding */ annotateError),
/* harmony export */   r_: () => (/* binding */ annotateMailboxes),
/* harmony export */   tf: () => (/* binding */ annotateWarning)
/* harmony export */ });
/* harmony import */ var _errors_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(83916);
/* harmony import */ var _mailboxes_address_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(16592);
/* harmony import */ var _run_log_js__WEBPACK_IMPORTED_MODULE_5__ = __webpack_require__(23503);
/* harmony import */ var _text_numbers_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(92613);
/* harmony import */ var _totals_mailbox_counts_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(99620);
/* harmony import */ var _totals_shown_findings_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(78773);






/** GitHub shows ten errors and ten warnings of a step, and drops the rest. https://docs.github.com/rest/checks/runs */
const MOST = 10;
/**
 * Annotates the lines of the list with violations and with mailboxes that could not be read: the first ten, errors before warnings.
 * All are counted in the log. Unless the summary is `full`, no mailbox is named.
 *
 * @param fails whether the step fails, which takes one error
 * @param isExplained whether the result explains every mailbox that could not be read
 */
function annotateMailboxes(core, { policy, mailboxes }, { summary, failOn }, fails, isExplained) {
    const detail = summary === 'full' ? 'full' : 'counts';
    if (policy !== undefined)
        countViolations(core, policy, detail);
    if (!isExplained)
        countUnreadable(core, mailboxes, detail);
    if (detail === 'counts')
        return;
    const violations = policy?.examples.map((example) => violationAnnotation(example, failOn)) ?? [];
    const errors = violations.filter(({ level }) => level === 'error');
    const warnings = violations.filter(({ level }) => level === 'warning');
    const unread = isExplained ? [] : unreadableAnnotations(mailboxes);
    const bySeverity = [...errors, ...(0,_totals_shown_findings_js__WEBPACK_IMPORTED_MODULE_3__/* .inTurns */ .gG)([unread, warnings], MOST)];
    for (const { level, message, properties } of bySeverity.slice(0, fails ? MOST - 1 : MOST)) {
        core[level](message, properties);
    }
}
function countViolations(core, policy, detail) {
    const [violationCount, warningCount] = [policy.total('failed'), policy.total('warned')];
    const knownCount = policy.total('known');
    if (knownCount > 0)
        core.info(`${(0,_text_numbers_js__WEBPACK_IMPORTED_MODULE_4__/* .counted */ .hS)(knownCount, 'violation is', 'violations are')} known: in the baseline.`);
    if (violationCount + warningCount === 0)
        return;
    const total = [
        ...(violationCount === 0 ? [] : [(0,_text_numbers_js__WEBPACK_IMPORTED_MODULE_4__/* .counted */ .hS)(violationCount, 'violation', 'violations')]),
        ...(warningCount === 0 ? [] : [(0,_text_numbers_js__WEBPACK_IMPORTED_MODULE_4__/* .counted */ .hS)(warningCount, 'warning', 'warnings')]),
    ].join(' and ');
    if (detail === 'counts')
        core.warning(`The policy found ${total}.`, { title: 'Policy' });
    else
        core.info(`The policy found ${total}. See violations.csv.`);
}
function violationAnnotation({ rule, verdict, message, address, file, line, more, isNew }, failOn) {
    const others = more === 0 ? '' : `, and ${(0,_text_numbers_js__WEBPACK_IMPORTED_MODULE_4__/* .count */ .U9)(more)} more`;
    return {
        level: failOn === 'warning' || (failOn === 'error' && verdict === 'fail') ? 'error' : 'warning',
        message: (0,_run_log_js__WEBPACK_IMPORTED_MODULE_5__/* .logLines */ .OG)(`${address}: ${message}${others}${isNew ? ' (new)' : ''}`),
        properties: { title: `Policy: ${rule.id}`, file, startLine: line },
    };
}
function countUnreadable(core, mailboxes, detail) {
    if (mailboxes.unreadable === 0)
        return;
    const total = (0,_text_numbers_js__WEBPACK_IMPORTED_MODULE_4__/* .counted */ .hS)(mailboxes.unreadable, 'mailbox', 'mailboxes');
    const text = `${total} could not be read: ${mailboxes.causesText}.`;
    if (detail === 'counts')
        core.warning(text, { title: 'Mailboxes that could not be read' });
    else
        core.info(`${text} See the CSV.`);
}
/** Some of each cause. Mailboxes that a cancelled run did not request are only counted. */
function unreadableAnnotations(mailboxes) {
    const byCause = _totals_mailbox_counts_js__WEBPACK_IMPORTED_MODULE_2__/* .BY_REMEDY */ .Rq.filter((status) => status !== 'cancelled').map((status) => mailboxes.unreadableMailboxes(status).map(({ address, error, file, line }) => ({
        level: 'warning',
        message: (0,_run_log_js__WEBPACK_IMPORTED_MODULE_5__/* .logLines */ .OG)(`${address}: ${error === '' ? _totals_mailbox_counts_js__WEBPACK_IMPORTED_MODULE_2__/* .REMEDIES */ .l0[status] : error}`),
        properties: { title: `Mailbox could not be read: ${status}`, file, startLine: line },
    })));
    return (0,_totals_shown_findings_js__WEBPACK_IMPORTED_MODULE_3__/* .inTurns */ .gG)(byCause, MOST);
}
/**
 * An error as the annotations and the summary show it: unless `summary` is `full`, texts of services name no mailbox. An
 * error about a file of the user has a place, and shows what is wrong there, unless it is about a rule for a mailbox.
 */
function shownReason(error, summary) {
    if (summary === 'full')
        return error;
    if (error.code === 'ADDRESS_MALFORMED')
        return (0,_errors_js__WEBPACK_IMPORTED_MODULE_0__/* .reworded */ .Fg)(error, error.message.replace(/".*"/s, 'This'), error.hint);
    const isOfMailbox = error.code === 'SET_CONFLICT' || error.code === 'SET_REFUSED';
    if (error.place !== undefined && !isOfMailbox)
        return error;
    return (0,_errors_js__WEBPACK_IMPORTED_MODULE_0__/* .reworded */ .Fg)(error, (0,_mailboxes_address_js__WEBPACK_IMPORTED_MODULE_1__/* .withoutAddresses */ .tg)(error.message), error.hint);
}
/**
 * Reports in exactly one error annotation why the step fails: a UserError with its code, hint and place, anything else as
 * a bug. Causes and stacks are in the debug log.
 */
function annotateError(core, error) {
    if (error instanceof _errors_js__WEBPACK_IMPORTED_MODULE_0__/* .UserError */ .yo) {
        core.error((0,_run_log_js__WEBPACK_IMPORTED_MODULE_5__/* .logLines */ .OG)(`${(0,_errors_js__WEBPACK_IMPORTED_MODULE_0__/* .withoutCode */ .MK)(error)}\n${(0,_errors_js__WEBPACK_IMPORTED_MODULE_0__/* .hintLines */ .LM)(error)}`), {
            title: error.code,
            ...(0,_run_log_js__WEBPACK_IMPORTED_MODULE_5__/* .placeProperties */ .ty)(error.place),
        });
        if (error.cause !== undefined)
            core.debug((0,_run_log_js__WEBPACK_IMPORTED_MODULE_5__/* .logLines */ .OG)(`Caused by: ${(0,_errors_js__WEBPACK_IMPORTED_MODULE_0__/* .describeError */ .Uc)(error.cause)}`));
        return;
    }
    core.error((0,_run_log_js__WEBPACK_IMPORTED_MODULE_5__/* .logLines */ .OG)((0,_errors_js__WEBPACK_IMPORTED_MODULE_0__/* .describeError */ .Uc)(error)), { title: 'Unexpected error, this is a bug in Mailbox Report' });
    if (error instanceof Error && error.stack !== undefined)
        core.debug((0,_run_log_js__WEBPACK_IMPORTED_MODULE_5__/* .logLines */ .OG)(error.stack));
}
/** Reports a problem that does not fail the step. */
function annotateWarning(core, error) {
    const { code, place } = error;
    core.warning((0,_run_log_js__WEBPACK_IMPORTED_MODULE_5__/* .logLines */ .OG)(`${(0,_errors_js__WEBPACK_IMPORTED_MODULE_0__/* .withoutCode */ .MK)(error)}\n${(0,_errors_js__WEBPACK_IMPORTED_MODULE_0__/* .hintLines */ .LM)(error)}`), { title: code, ...(0,_run_log_js__WEBPACK_IMPORTED_MODULE_5__/* .placeProperties */ .ty)(place) });
}
/**
 * Warns once of addresses that the lists repeat, at the first repetition, and of values that differ on their lines. With `counts` it
 * names no mailbox.
 */
function annotateDuplicates(core, list, detail) {
    annotateConflicts(core, list);
    const [first] = list.duplicates;
    if (first === undefined)
        return;
    const { mailbox, firstAt } = first;
    const lines = `${(0,_text_numbers_js__WEBPACK_IMPORTED_MODULE_4__/* .counted */ .hS)(list.duplicateCount, 'line', 'lines')} of the mailbox lists`;
    const which = list.duplicateCount === 1 ? 'It is' : 'The first is';
    const named = ` ${which} ${mailbox.address}, which is also in ${firstAt.file}, line ${firstAt.line}.`;
    core.warning((0,_run_log_js__WEBPACK_IMPORTED_MODULE_5__/* .logText */ .kc)(`${lines} ${list.duplicateCount === 1 ? 'repeats an address' : 'repeat addresses'}. Each mailbox is reported once.` +
        (detail === 'full' ? named : '')), { title: 'Repeated mailboxes', ...(0,_run_log_js__WEBPACK_IMPORTED_MODULE_5__/* .placeProperties */ .ty)({ file: mailbox.file, line: mailbox.line }) });
}
function annotateConflicts(core, { conflicts = [] }) {
    const [first] = conflicts;
    if (first === undefined)
        return;
    const which = (0,_text_numbers_js__WEBPACK_IMPORTED_MODULE_4__/* .counted */ .hS)(conflicts.length, 'mailbox has', 'mailboxes have');
    const lines = (0,_text_numbers_js__WEBPACK_IMPORTED_MODULE_4__/* .someNames */ .Xq)(conflicts.map(({ firstAt, mailbox }) => `${firstAt.file}, line ${firstAt.line}, and ${mailbox.file}, line ${mailbox.line}`), String);
    const { file, line } = first.mailbox;
    const message = `${which} different values in the lists, which are unknown: ${lines}. Correct or remove one.`;
    core.warning((0,_run_log_js__WEBPACK_IMPORTED_MODULE_5__/* .logText */ .kc)(message), { title: 'Repeated mailboxes', ...(0,_run_log_js__WEBPACK_IMPORTED_MODULE_5__/* .placeProperties */ .ty)({ file, line }) });
}


/***/ }),

/***/ 70572:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   LF: () => (/* binding */ shardSummary),
/* harmony export */   N5: () => (/* binding */ errorSummary),
/* harmony export */   Q0: () => (/* binding */ MAX_SUMMARY_BYTES),
/* harmony export */   eH: () => (/* binding */ summaryMarkdown),
/* harmony export */   oG: () => (/* binding */ writeStepSummary)
/* harmony export */ });
/* harmony import */ var node_fs_promises__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(51455);
/* harmony import */ var node_fs_promises__WEBPACK_IMPORTED_MODULE_0___default = /*#__PURE__*/__webpack_require__.n(node_fs_promises__WEBPACK_IMPORTED_MODULE_0__);
/* harmony import */ var _errors_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(83916);
/* harmony import */ var _run_log_js__WEBPACK_IMPORTED_MODULE_6__ = __webpack_require__(23503);
/* harmony import */ var _text_numbers_js__WEBPACK_IMPORTED_MODULE_7__ = __webpack_require__(92613);
/* harmony import */ var _markdown_js__WEBPACK_IMPORTED_MODULE_5__ = __webpack_require__(10357);
/* harmony import */ var _sections_run_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(44974);
/* harmony import */ var _sections_placed_sections_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(41863);
/* harmony import */ var _run_section_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(69194);








/** GitHub drops a summary of more than 1 MiB per step; other programs of the step get the rest. */
const MAX_SUMMARY_BYTES = 900 * 1024;
/** Rows of a table. The page and the CSVs have the others. */
const MAX_ROWS = 20;
/**
 * The job summary in GitHub's Markdown, under 900 KiB of UTF-8 whatever the tenant has: sections that do not fit are omitted.
 */
function summaryMarkdown(summary, detail) {
    let left = MAX_SUMMARY_BYTES - 1;
    const fits = partsOf(summary, detail).filter((part) => {
        const bytes = Buffer.byteLength(part);
        if (bytes > left)
            return false;
        left -= bytes;
        return true;
    });
    return fits.join('');
}
/** Parts that are complete by themselves. */
function partsOf(summary, detail) {
    const sections = (0,_sections_placed_sections_js__WEBPACK_IMPORTED_MODULE_3__/* .placedSections */ .q)(summary, { detail, hasPage: summary.page !== undefined }).flatMap(({ section, summary: at, as = 'open' }) => section === undefined || at === undefined ? [] : [{ at, text: RENDERERS[as](section) }]);
    const others = [
        { at: 'result', text: heading(summary) },
        { at: 'links', text: links(summary) },
        { at: 'experimental', text: experimentalLine(summary) },
        { at: 'certificate', text: urgentCertificate(summary) },
        { at: 'run', text: runSection(summary) },
    ];
    const all = [...others, ...sections];
    return _run_section_js__WEBPACK_IMPORTED_MODULE_4__/* .SUMMARY_PLACES */ .ov.flatMap((place) => all.filter(({ at }) => at === place).map(({ text }) => text));
}
const RENDERERS = {
    untitled: (section) => (0,_markdown_js__WEBPACK_IMPORTED_MODULE_5__/* .blocksMarkdown */ .Es)(section.blocks, MAX_ROWS),
    open: (section) => (0,_markdown_js__WEBPACK_IMPORTED_MODULE_5__/* .openSection */ .k9)(section, MAX_ROWS),
    folded: (section) => (section.blocks.length === 0 ? '' : (0,_markdown_js__WEBPACK_IMPORTED_MODULE_5__/* .foldedSection */ .qF)(section, MAX_ROWS)),
};
/** The summary of a run that failed before a mailbox was read. */
function errorSummary(error) {
    const what = `**${(0,_markdown_js__WEBPACK_IMPORTED_MODULE_5__/* .markdownCode */ .D9)(error.code)}:** ${(0,_markdown_js__WEBPACK_IMPORTED_MODULE_5__/* .markdownText */ .p7)((0,_errors_js__WEBPACK_IMPORTED_MODULE_1__/* .withoutCode */ .MK)(error))}`;
    return `## Mailbox Report: error\n\n${what}\n\n${adviceMarkdown(error)}`;
}
/**
 * Appends Markdown to the job summary of this step. A failure is only a warning, since the report is complete and the step
 * may have another error to report. `file`: '' if the server has no job summaries.
 */
async function writeStepSummary(core, file, markdown) {
    if (file === '')
        return;
    try {
        await (0,node_fs_promises__WEBPACK_IMPORTED_MODULE_0__.appendFile)(file, markdown.endsWith('\n') ? markdown : `${markdown}\n`);
    }
    catch (error) {
        core.warning((0,_run_log_js__WEBPACK_IMPORTED_MODULE_6__/* .logText */ .kc)(`The summary could not be written: ${(0,_errors_js__WEBPACK_IMPORTED_MODULE_1__/* .describeError */ .Uc)(error)}`));
    }
}
/** The job summary of a shard in GitHub's Markdown. It names no mailbox: the merge action's does. */
function shardSummary({ shard: { number, of }, result: { result, reason }, mailboxes, }) {
    return [
        `## Mailbox Report: shard ${number} of ${of}${result === 'pass' ? '' : `, ${result}`}\n\n`,
        reason === undefined ? '' : `**${(0,_markdown_js__WEBPACK_IMPORTED_MODULE_5__/* .markdownText */ .p7)(reason.message)}**\n\n${adviceMarkdown(reason)}`,
        `${(0,_text_numbers_js__WEBPACK_IMPORTED_MODULE_7__/* .count */ .U9)(mailboxes.read)} of ${(0,_text_numbers_js__WEBPACK_IMPORTED_MODULE_7__/* .counted */ .hS)(mailboxes.total, 'mailbox', 'mailboxes')} read`,
        mailboxes.unreadable === 0 ? '' : `; not read: ${mailboxes.causesText}`,
        '. The merge action reports on all shards.\n',
    ].join('');
}
function heading(summary) {
    const { message } = summary;
    const sentence = (0,_markdown_js__WEBPACK_IMPORTED_MODULE_5__/* .markdownText */ .p7)((0,_sections_run_js__WEBPACK_IMPORTED_MODULE_2__/* .resultSentence */ .bt)(summary));
    return [
        `## Mailbox Report: ${(0,_sections_run_js__WEBPACK_IMPORTED_MODULE_2__/* .resultText */ .D6)(summary)}\n\n`,
        `${message === '' ? sentence : `**${sentence}**`}\n\n`,
        adviceMarkdown(summary),
    ].join('');
}
/** The hint, and the texts to copy. */
function adviceMarkdown({ hint, copy = [] }) {
    const [first, others] = (0,_errors_js__WEBPACK_IMPORTED_MODULE_1__/* .copyInOrder */ .J_)(copy);
    return (0,_markdown_js__WEBPACK_IMPORTED_MODULE_5__/* .markdownCopies */ .bz)(first) + (hint === '' ? '' : `${(0,_markdown_js__WEBPACK_IMPORTED_MODULE_5__/* .markdownLines */ .zQ)(hint)}\n\n`) + (0,_markdown_js__WEBPACK_IMPORTED_MODULE_5__/* .markdownCopies */ .bz)(others);
}
function links({ page, artifact, place }) {
    const all = artifact === undefined
        ? `Files: ${(0,_markdown_js__WEBPACK_IMPORTED_MODULE_5__/* .markdownCode */ .D9)(place)}`
        : `All files: ${(0,_markdown_js__WEBPACK_IMPORTED_MODULE_5__/* .markdownLink */ .iQ)(artifact.name, artifact.url)}`;
    return page === undefined ? `${all}\n\n` : `**${(0,_markdown_js__WEBPACK_IMPORTED_MODULE_5__/* .markdownLink */ .iQ)('Open the report page', page.url)}**. ${all}\n\n`;
}
function experimentalLine({ reports }) {
    const text = (0,_sections_run_js__WEBPACK_IMPORTED_MODULE_2__/* .experimentalText */ .Sk)(reports);
    return text === undefined ? '' : `**Experimental:** ${(0,_markdown_js__WEBPACK_IMPORTED_MODULE_5__/* .markdownText */ .p7)(text)}\n\n`;
}
function certificateSentence(certificate) {
    return `Certificate ${(0,_markdown_js__WEBPACK_IMPORTED_MODULE_5__/* .markdownCode */ .D9)(certificate.thumbprint)}: ${(0,_sections_run_js__WEBPACK_IMPORTED_MODULE_2__/* .certificateText */ .V5)(certificate)}.`;
}
/** A warning says what to do. */
function urgentCertificate({ certificate }) {
    return certificate !== undefined && (0,_sections_run_js__WEBPACK_IMPORTED_MODULE_2__/* .isExpiring */ .v$)(certificate) ? `**${certificateSentence(certificate)}**\n\n` : '';
}
/** Counts, duration, throttling, certificate and what was read, in a fold. */
function runSection(summary) {
    const { durationMs, throttling, mailboxes, certificate, reports } = summary;
    const { waits, waitedMs, refused } = throttling;
    const isMeasured = durationMs > 0 && mailboxes.total > 0;
    const rate = isMeasured ? `, ${(0,_text_numbers_js__WEBPACK_IMPORTED_MODULE_7__/* .count */ .U9)((mailboxes.total * 1000) / durationMs)} mailboxes a second` : '';
    const throttled = waits === 0 && refused === 0
        ? 'No throttling.'
        : `Throttling: ${(0,_text_numbers_js__WEBPACK_IMPORTED_MODULE_7__/* .counted */ .hS)(waits, 'wait', 'waits')}, ${(0,_text_numbers_js__WEBPACK_IMPORTED_MODULE_7__/* .duration */ .p0)(waitedMs)} in all; ${(0,_text_numbers_js__WEBPACK_IMPORTED_MODULE_7__/* .counted */ .hS)(refused, 'request', 'requests')} refused.`;
    const ofReports = (0,_sections_run_js__WEBPACK_IMPORTED_MODULE_2__/* .reportsTable */ .ey)(reports);
    const tables = [(0,_sections_run_js__WEBPACK_IMPORTED_MODULE_2__/* .runCounts */ .EU)(summary), ofReports].filter((table) => table !== undefined);
    const facts = (0,_sections_run_js__WEBPACK_IMPORTED_MODULE_2__/* .runFacts */ .pI)(summary).filter(([name]) => ofReports === undefined || name !== 'Reports');
    return (0,_markdown_js__WEBPACK_IMPORTED_MODULE_5__/* .folded */ .TM)(`Run: ${(0,_text_numbers_js__WEBPACK_IMPORTED_MODULE_7__/* .counted */ .hS)(mailboxes.total, 'mailbox', 'mailboxes')} in ${(0,_text_numbers_js__WEBPACK_IMPORTED_MODULE_7__/* .duration */ .p0)(durationMs)}${rate}`, [
        ...tables.map((table) => (0,_markdown_js__WEBPACK_IMPORTED_MODULE_5__/* .tableMarkdown */ .oS)(table, MAX_ROWS)),
        `${throttled}${certificate === undefined ? '' : ` ${certificateSentence(certificate)}`}\n\n`,
        ...facts.map(([name, value]) => `- ${name}: ${(0,_markdown_js__WEBPACK_IMPORTED_MODULE_5__/* .contentMarkdown */ .dJ)(value)}\n`),
        '\n',
    ].join(''));
}


/***/ }),

/***/ 10357:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   D9: () => (/* binding */ markdownCode),
/* harmony export */   Es: () => (/* binding */ blocksMarkdown),
/* harmony export */   Qj: () => (/* binding */ markdownTable),
/* harmony export */   TM: () => (/* binding */ folded),
/* harmony export */   bz: () => (/* binding */ markdownCopies),
/* harmony export */   dJ: () => (/* binding */ contentMarkdown),
/* harmony export */   iQ: () => (/* binding */ markdownLink),
/* harmony export */   k9: () => (/* binding */ openSection),
/* harmony export */   oS: () => (/* binding */ tableMarkdown),
/* harmony export */   p7: () => (/* binding */ markdownText),
/* harmony export */   qF: () => (/* binding */ foldedSection),
/* harmony export */   zQ: () => (/* binding */ markdownLines)
/* harmony export */ });
/* harmony import */ var _text_display_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(24745);
/* harmony import */ var _text_numbers_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(92613);
/* harmony import */ var _run_section_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(69194);



/** Characters with a meaning in Markdown, HTML or table rows, anywhere in a line. */
const MARKS = /[&<>"`*_{}[\]\\|~^=$!#@]/g;
/** The same in the text of a link. */
const LINK_MARKS = /[&<>"`*_{}[\]\\|~^=$!@]/g;
/** The start of a list, of the underline of a heading or of a thematic break. */
const LINE_START = /^(?:[-+]|(\d+)([.)]))/;
/** Where GitHub links bare text. It does so after rendering Markdown, so character references do not prevent it. */
const LINK_STARTS = /#(?=\d)|\bGH-(?=\d)|www\.(?=\S)|\b(?:mailto|xmpp):(?=\S)/gi;
/** Invisible, without a line break: https://www.unicode.org/charts/PDF/U2000.pdf */
const WORD_JOINER = '\u2060';
/**
 * A URL, an address, a mention, or what looks like one, without the punctuation around it. An address starts at a boundary, so
 * that a long text takes linear time.
 */
const COPIED = /(?:https?|ftp|api):\/\/[^\s<>"'`|()]*[^\s<>"'`|().,;:!?]|(?!')(?<=(?:^|[\s<>()[\]`|,;:"])'*)[^\s<>()[\]`|,;:"]*@[^\s<>()[\]`|,;:"]*[^\s<>()[\]`|,;:"'.!?]/giu;
const MAX_CODE_LENGTH = 2_000;
/**
 * Untrusted text for GitHub's Markdown, in a paragraph, a list item or a table cell, on one line. Special characters become
 * character references, which Markdown never reads as structure
 * (https://spec.commonmark.org/0.31.2/#entity-and-numeric-character-references). URLs, addresses and mentions are code, so that
 * they can be copied and are no links. An invisible character breaks issue references. Shortened to `length` characters.
 */
function markdownText(text, length = 2_000) {
    const line = (0,_text_display_js__WEBPACK_IMPORTED_MODULE_0__/* .visibleLine */ .P8)((0,_text_display_js__WEBPACK_IMPORTED_MODULE_0__/* .shortened */ .vI)(text, length)).replace(/\s+/g, ' ').trim();
    let markdown = '';
    let end = 0;
    for (const { 0: copied, index } of line.matchAll(COPIED)) {
        markdown += escapedText(line.slice(end, index)) + codeSpan(copied);
        end = index + copied.length;
    }
    markdown += escapedText(line.slice(end));
    return markdown.replace(LINE_START, (mark, digits, point) => digits === undefined || point === undefined ? reference(mark) : digits + reference(point));
}
/** The lines of a text, each as `markdownText`, in paragraphs of their own. */
function markdownLines(text) {
    return text
        .split(/\r?\n/)
        .map((line) => markdownText(line))
        .filter((line) => line !== '')
        .join('\n\n');
}
function escapedText(text) {
    return text.replace(LINK_STARTS, (start) => start + WORD_JOINER).replace(MARKS, reference);
}
/** Text of an element, in which GitHub links URLs too. */
function unlinked(text) {
    return escapedText(text.replace(/:(?=\/\/)/g, `:${WORD_JOINER}`));
}
/**
 * An address, a path or another short text as code, in which GitHub makes no links: what is copied is exactly the text. A
 * table ends a cell at `|`, also in a code span, so such a text is an element with character references instead.
 */
function markdownCode(text) {
    const line = (0,_text_display_js__WEBPACK_IMPORTED_MODULE_0__/* .visibleLine */ .P8)((0,_text_display_js__WEBPACK_IMPORTED_MODULE_0__/* .shortened */ .vI)(text, MAX_CODE_LENGTH));
    if (line.trim() === '')
        return '';
    return /\||^ | $/.test(line) ? `<code>${unlinked(line)}</code>` : codeSpan(line);
}
/** Longer than each run of backticks in the text. https://spec.commonmark.org/0.31.2/#code-spans */
function fenceOf(text, least) {
    const runs = text.match(/`+/g) ?? [];
    return '`'.repeat(Math.max(least, ...runs.map(({ length }) => length + 1)));
}
function codeSpan(text) {
    const fence = fenceOf(text, 1);
    const pad = text.startsWith('`') || text.endsWith('`') ? ' ' : '';
    return fence + pad + text + pad + fence;
}
/** Texts under their labels, each in a code block, which has exactly the text, or as a link. */
function markdownCopies(texts) {
    return texts
        .map(({ label, text, isLink = false }) => isLink ? `${markdownLink(label, text)}\n\n` : `${markdownText(label)}:\n\n${codeBlock(text)}\n\n`)
        .join('');
}
function codeBlock(text) {
    const fence = fenceOf(text, 3);
    return `${fence}\n${(0,_text_display_js__WEBPACK_IMPORTED_MODULE_0__/* .visibleLines */ .gB)(text)}\n${fence}`;
}
/** A link if the address is http or https, else the text alone. GitHub looks for no issues and addresses in a link. */
function markdownLink(text, url) {
    const parsed = URL.parse(url);
    if (parsed?.protocol !== 'https:' && parsed?.protocol !== 'http:')
        return markdownText(text);
    const shown = (0,_text_display_js__WEBPACK_IMPORTED_MODULE_0__/* .visibleLine */ .P8)((0,_text_display_js__WEBPACK_IMPORTED_MODULE_0__/* .shortened */ .vI)(text, 2_000)).replace(/\s+/g, ' ').trim().replace(LINK_MARKS, reference);
    const target = parsed.href.replace(/[^\w:/?=&%.~+,;@-]/g, (mark) => mark === '#' ? mark : `%${mark.charCodeAt(0).toString(16).toUpperCase().padStart(2, '0')}`);
    return `[${shown}](${target})`;
}
/** A table and a blank line. Cells are Markdown. `numbers`: positions of columns that are right-aligned. */
function markdownTable(header, rows, numbers = []) {
    const rule = header.map((_, column) => (numbers.includes(column) ? '---:' : '---'));
    return `${[header, rule, ...rows].map((cells) => `| ${cells.join(' | ')} |`).join('\n')}\n\n`;
}
/** Content that unfolds from a title line. Both are Markdown; GitHub requires the blank lines around the content. */
function folded(line, content) {
    return `<details><summary>${line}</summary>\n\n${content}</details>\n\n`;
}
/** A section that unfolds from a line. Tables have at most `max` rows. */
function foldedSection(section, max) {
    return folded(markdownText(section.folded), blocksMarkdown(section.blocks, max, true));
}
/** A section under its title. Tables have at most `max` rows. */
function openSection({ title, blocks }, max) {
    return `### ${markdownText(title)}\n\n${blocksMarkdown(blocks, max)}`;
}
/** Parts of a section without its title. `isFolded`: whether they are in a fold already; else long tables have one. */
function blocksMarkdown(blocks, max, isFolded = false) {
    return blocks.map((block) => blockMarkdown(block, max, isFolded)).join('');
}
function blockMarkdown(block, max, isFolded) {
    if ('table' in block)
        return tableMarkdown(block.table, max, isFolded);
    if ('heading' in block)
        return `**${contentMarkdown(block.heading)}**\n\n`;
    if ('charts' in block)
        return '';
    if ('folded' in block) {
        const content = blocksMarkdown(block.blocks, max, true);
        return isFolded ? content : folded(markdownText(block.folded), content);
    }
    if ('items' in block)
        return `${block.items.map((item) => `- ${contentMarkdown(item)}\n`).join('')}\n`;
    return `${contentMarkdown(block.paragraph)}\n\n`;
}
/** `isFolded`: whether the table is in a fold already. Else all but its first rows are. */
function tableMarkdown(table, max, isFolded = true) {
    const columns = table.columns.flatMap(({ name, kind, only }, at) => only === 'page' || kind === 'bars' ? [] : [{ name, kind, at }]);
    const rows = table.rows.slice(0, max).map(({ cells }) => columns.map(({ at }) => cellMarkdown(cells[at] ?? '')));
    const part = (some) => markdownTable(columns.map(({ name }) => markdownText(name)), some, columns.flatMap(({ kind }, column) => (kind === 'number' ? [column] : [])));
    const hidden = table.rows.length - rows.length + (table.more ?? 0);
    const where = table.moreIn === undefined ? '' : `: see ${table.moreIn}`;
    const rest = hidden > 0 ? `and ${(0,_text_numbers_js__WEBPACK_IMPORTED_MODULE_1__/* .count */ .U9)(hidden)} more${where}\n\n` : '';
    const open = isFolded ? rows : rows.slice(0, table.open);
    const next = rows.slice(open.length);
    if (next.length === 0)
        return part(open) + rest;
    return part(open) + folded(`The next ${(0,_text_numbers_js__WEBPACK_IMPORTED_MODULE_1__/* .counted */ .hS)(next.length, ...table.unit)}`, part(next) + rest);
}
function cellMarkdown(cell) {
    if (typeof cell === 'object' && 'segments' in cell)
        return '';
    if (typeof cell === 'object' && 'lines' in cell)
        return cell.lines.map(contentMarkdown).join('<br>');
    return contentMarkdown(cell);
}
function contentMarkdown(content) {
    return (0,_run_section_js__WEBPACK_IMPORTED_MODULE_2__/* .piecesOf */ .Xe)(content).map(pieceMarkdown).join('');
}
function pieceMarkdown(piece) {
    if (typeof piece === 'string')
        return textPiece(piece);
    if ('code' in piece)
        return markdownCode(piece.code);
    if ('strong' in piece)
        return `**${markdownText(piece.strong)}**`;
    if ('note' in piece)
        return ` (${contentMarkdown(piece.note)})`;
    if ('url' in piece)
        return markdownLink(piece.link, piece.url);
    if ('mailbox' in piece)
        return markdownCode(piece.mailbox);
    if ('file' in piece) {
        const place = `${(0,_text_display_js__WEBPACK_IMPORTED_MODULE_0__/* .shortened */ .vI)(piece.file, 280)}, line ${piece.line}`;
        return piece.at === undefined ? markdownText(place) : markdownLink(place, piece.at);
    }
    return 'about' in piece ? contentMarkdown(piece.about) : `${piece.sign} `;
}
/** Text between other pieces keeps the spaces around it. A number is not the start of a list. */
function textPiece(text) {
    if (/^\d+(?:[.,]\d+)*%?$/.test(text))
        return text;
    const markdown = markdownText(text);
    return markdown === '' ? markdown : `${/^\s/.test(text) ? ' ' : ''}${markdown}${/\s$/.test(text) ? ' ' : ''}`;
}
function reference(mark) {
    return `&#${mark.charCodeAt(0)};`;
}


/***/ }),

/***/ 97804:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   Ac: () => (/* binding */ BASELINE_COLUMNS),
/* harmony export */   CA: () => (/* binding */ sortedEntries),
/* harmony export */   Eq: () => (/* binding */ violationIdentity),
/* harmony export */   Ms: () => (/* binding */ entryOf),
/* harmony export */   PO: () => (/* binding */ baselineCells),
/* harmony export */   v4: () => (/* binding */ writtenText),
/* harmony export */   x2: () => (/* binding */ baselineKey)
/* harmony export */ });
/* harmony import */ var _text_csv_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(13339);
/* harmony import */ var _text_display_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(24745);


/** The header of `baseline.csv`. */
const BASELINE_COLUMNS = ['Rule', 'MailboxName', 'Item', 'Column', 'Found', 'Row', 'AddedOn'];
/**
 * A cell as `baseline.csv` has it: formulas defused, line ends as `\n`, since Git may convert them, without NUL, which would
 * make the file binary for Git, and without unpaired surrogates, which UTF-8 cannot store. That of such a text is the same text.
 */
function writtenText(cell) {
    return (0,_text_csv_js__WEBPACK_IMPORTED_MODULE_0__/* .defusedText */ .W)((0,_text_display_js__WEBPACK_IMPORTED_MODULE_1__/* .cellText */ .Ie)(cell).toWellFormed().replace(/\r\n?/g, '\n').replaceAll('\0', '\uFFFD'));
}
/** The identity of a violation as the baseline compares it. */
function violationIdentity(rule, address, violation) {
    const { item, row, column, found } = violation;
    return {
        rule: writtenText(rule),
        address: writtenText(address),
        item: writtenText(item),
        column: writtenText(column),
        found: writtenText(found),
        row: writtenText(row),
    };
}
/**
 * The identity as one string. Equal identities, compared without the case of the address, have equal keys, and keys sort as
 * `baseline.csv` does: by rule, address, item, column, value and row.
 */
function baselineKey({ rule, address, item, column, found, row }) {
    // Sorts before all written texts and occurs in none.
    return [rule, address.toLowerCase(), item, column, found, row].join('\0');
}
/** The entries in the order of `baseline.csv`, of those with the same identity the first. */
function sortedEntries(entries) {
    const byKey = new Map();
    for (const entry of entries) {
        const key = baselineKey(entry);
        if (!byKey.has(key))
            byKey.set(key, entry);
    }
    return [...byKey].sort(([one], [other]) => (one < other ? -1 : 1)).map(([, entry]) => entry);
}
/** The cells of an entry, in the order of the columns. */
function baselineCells({ rule, address, item, column, found, row, addedOn }) {
    return [rule, address, item, column, found, row, addedOn];
}
/** The entry of a record's cells, in the order of the columns. */
function entryOf(cells) {
    const [rule = '', address = '', item = '', column = '', found = '', row = '', addedOn = ''] = cells.map(writtenText);
    return { rule, address, item, column, found, row, addedOn };
}


/***/ }),

/***/ 25341:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   Jb: () => (/* binding */ columnsIn),
/* harmony export */   nW: () => (/* binding */ violationMessage),
/* harmony export */   qU: () => (/* binding */ inconclusiveMessage)
/* harmony export */ });
/* harmony import */ var _reports_definition_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(54530);
/* harmony import */ var _text_display_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(24745);
/* harmony import */ var _text_numbers_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(92613);



/** Longest text of a cell in a sentence: a reply, or the conditions of a rule, can have thousands of characters. */
const LONGEST_CELL = 200;
/** A column in braces, and the quote before it. */
const PLACEHOLDER = /("?)\{([^{}]+)\}/g;
/** The columns that a sentence names in braces. */
function columnsIn(sentence) {
    return Array.from(sentence.matchAll(PLACEHOLDER), ([, , name = '']) => name);
}
/**
 * A violation as a sentence on one line, without a full stop, with hidden characters made visible. Columns without a sentence
 * of their own, as in report files: `Zone of "To home" is x@example.com, expected nothing`. Sentences follow about the columns of other
 * reports that the rule depends on.
 */
function violationMessage({ item, column, found, expected }, { rule: { message, when }, report, reports }, row, rowsOf) {
    /** What a name in a rule or a sentence about a report means; without a row, its cell is not known. */
    const located = (own, written) => {
        const { report: name, column: ofReport } = (0,_reports_definition_js__WEBPACK_IMPORTED_MODULE_0__/* .columnOf */ .uV)(own, written);
        if (name === report.name)
            return { definition: report, column: ofReport, row };
        const [other] = rowsOf(name) ?? [];
        const definition = reports.find((one) => one.name === name);
        return { definition, column: ofReport, row: other?.status === 'ok' ? other : undefined };
    };
    const filled = (sentence, own) => sentence.replace(PLACEHOLDER, (_, quote, name) => {
        const { definition, column: shownColumn, row: shownRow } = located(own, name);
        const text = definition && shownRow ? shownValue(shownColumn, definition, shownRow) : 'unknown';
        return quote + (text === '' && quote === '' ? 'not set' : text);
    });
    if (message !== undefined)
        return (0,_text_display_js__WEBPACK_IMPORTED_MODULE_1__/* .visibleLine */ .P8)(filled(message, report));
    /** The sentence of a column's own report about its cell. */
    const sentenceAbout = (written, text) => {
        const { definition, column: ofReport } = located(report, written);
        const sentence = definition && ofColumn(definition, ofReport, text);
        return definition && sentence && (0,_text_display_js__WEBPACK_IMPORTED_MODULE_1__/* .visibleLine */ .P8)(filled(sentence, definition));
    };
    const violated = sentenceAbout(column, (0,_text_display_js__WEBPACK_IMPORTED_MODULE_1__/* .cellText */ .Ie)(found)) ??
        `${column}${ofItem(item)} is ${shownOrBlank((0,_text_display_js__WEBPACK_IMPORTED_MODULE_1__/* .cellText */ .Ie)(found))}, expected ${shownCell(expected)}`;
    const deciding = Object.keys(when).flatMap((written) => {
        const { definition, column: ofReport, row: otherRow } = located(report, written);
        if (definition === report || definition === undefined || otherRow === undefined)
            return [];
        const text = (0,_text_display_js__WEBPACK_IMPORTED_MODULE_1__/* .cellText */ .Ie)(otherRow.cells[Object.keys(definition.columns).indexOf(ofReport)]);
        return [sentenceAbout(written, text) ?? `${written} is ${shownOrBlank(text)}`];
    });
    return [violated, ...deciding].join('; ');
}
function shownOrBlank(text) {
    return text === '' ? 'blank' : shownCell(text);
}
/** Why a rule is inconclusive for a row, as `violationMessage`. */
function inconclusiveMessage(columns, item) {
    return `${(0,_text_numbers_js__WEBPACK_IMPORTED_MODULE_2__/* .listed */ .KE)(columns, 'and')}${ofItem(item)} cannot be fully read, so the rule is not decided`;
}
function ofColumn({ sentences = {} }, column, text) {
    const sentence = Object.hasOwn(sentences, column) ? sentences[column] : undefined;
    if (sentence === undefined || typeof sentence === 'string')
        return sentence;
    // As `Spelling` compares enumerations.
    const folded = text.toLowerCase();
    return Object.entries(sentence).find(([cell]) => cell.toLowerCase() === folded)?.[1] ?? sentence['*'];
}
function ofItem(item) {
    return item === '' ? '' : ` of "${shownCell(item)}"`;
}
function shownValue(name, { columns, listColumns }, { mailbox, cells, incomplete }) {
    const listPosition = listColumns?.get(name);
    if (listPosition !== undefined)
        return shownCell(mailbox.columns?.[listPosition] ?? '');
    const position = Object.keys(columns).indexOf(name);
    if (position === -1 && name === _reports_definition_js__WEBPACK_IMPORTED_MODULE_0__/* .MAILBOX_COLUMN */ .aN)
        return shownCell(mailbox.address);
    const value = cells[position] ?? null;
    if (incomplete?.has(position) === true && !(Array.isArray(value) && value.length > 0))
        return 'unknown';
    return shownCell(Array.isArray(value) ? value.map(_text_display_js__WEBPACK_IMPORTED_MODULE_1__/* .cellText */ .Ie).join(', ') : (0,_text_display_js__WEBPACK_IMPORTED_MODULE_1__/* .cellText */ .Ie)(value));
}
function shownCell(text) {
    return (0,_text_display_js__WEBPACK_IMPORTED_MODULE_1__/* .visibleLine */ .P8)((0,_text_display_js__WEBPACK_IMPORTED_MODULE_1__/* .shortened */ .vI)(text, LONGEST_CELL));
}


/***/ }),

/***/ 58164:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   KV: () => (/* binding */ choosePolicy),
/* harmony export */   W9: () => (/* binding */ warningsOfRun),
/* harmony export */   hM: () => (/* binding */ checkPolicy),
/* harmony export */   hf: () => (/* binding */ chooseBaseline),
/* harmony export */   r8: () => (/* binding */ reportsOfPolicy),
/* harmony export */   wZ: () => (/* binding */ builtInWith)
/* harmony export */ });
/* harmony import */ var _errors_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(83916);
/* harmony import */ var _reports_built_in_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(22178);
/* harmony import */ var _reports_definition_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(54530);
/* harmony import */ var _reports_derived_row_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(93107);
/* harmony import */ var _finding_message_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(25341);





/**
 * Reads the policy that the input `policy` names, and adds the built-in reports that only its rules need. Rejects with the
 * UserError `POLICY_FILE` for a file that cannot be read or has mistakes.
 *
 * @param definitions the reports of the input `report`
 * @param listColumns columns of the mailbox list, which every report carries
 */
async function choosePolicy(file, workspace, definitions, listColumns) {
    const reports = definitions.map((report) => (0,_reports_definition_js__WEBPACK_IMPORTED_MODULE_2__/* .withListColumns */ .yk)(report, listColumns));
    if (file === undefined)
        return { policy: undefined, reports: (0,_reports_definition_js__WEBPACK_IMPORTED_MODULE_2__/* .madeFirst */ .Sb)(reports), added: [] };
    const { checkPolicyFile } = await Promise.all(/* import() */[__webpack_require__.e(501), __webpack_require__.e(815), __webpack_require__.e(897), __webpack_require__.e(384), __webpack_require__.e(250)]).then(__webpack_require__.bind(__webpack_require__, 59176));
    const available = new Map([...builtInWith(listColumns), ...reports].map((report) => [report.name, report]));
    const policy = (0,_errors_js__WEBPACK_IMPORTED_MODULE_0__/* .requireValue */ .vd)(await checkPolicyFile(file, workspace, [...available.values()]));
    const names = reportsOfPolicy(policy, available);
    const additions = [...available.values()].filter(({ name }) => names.has(name) && reports.every((one) => one.name !== name));
    return { policy, reports: (0,_reports_definition_js__WEBPACK_IMPORTED_MODULE_2__/* .madeFirst */ .Sb)([...reports, ...additions]), added: additions };
}
/** The reports that the rules of a policy need: whose columns they name, and of which these are made. */
function reportsOfPolicy({ rules }, available) {
    const names = new Set(rules.map(({ report }) => report));
    for (const { report: reportName, when, expect, message = '' } of rules) {
        const own = available.get(reportName);
        if (own === undefined)
            continue;
        for (const written of [...Object.keys(when), ...Object.keys(expect), ...(0,_finding_message_js__WEBPACK_IMPORTED_MODULE_4__/* .columnsIn */ .Jb)(message)]) {
            const { report: name, column } = (0,_reports_definition_js__WEBPACK_IMPORTED_MODULE_2__/* .columnOf */ .uV)(own, written);
            names.add(name);
            const report = available.get(name);
            for (const source of report && (0,_reports_definition_js__WEBPACK_IMPORTED_MODULE_2__/* .isMadeReport */ .u7)(report) ? (0,_reports_derived_row_js__WEBPACK_IMPORTED_MODULE_3__/* .sourcesOf */ .u0)(report, column) : []) {
                names.add(source);
                const sourceReport = available.get(source);
                if (sourceReport !== undefined && (0,_reports_definition_js__WEBPACK_IMPORTED_MODULE_2__/* .isDerivedReport */ ._S)(sourceReport))
                    for (const from of sourceReport.from)
                        names.add(from);
            }
        }
    }
    return names;
}
/** The built-in reports, with the columns of a mailbox list. */
function builtInWith(listColumns) {
    return [..._reports_built_in_js__WEBPACK_IMPORTED_MODULE_1__/* .builtInReports */ .vc.values()].map((report) => (0,_reports_definition_js__WEBPACK_IMPORTED_MODULE_2__/* .withListColumns */ .yk)(report, listColumns));
}
/**
 * Reads the baseline that the input `baseline` names, which needs a policy. Rejects with the UserError `BASELINE_FILE` for a file
 * that cannot be read or has mistakes.
 */
async function chooseBaseline(file, workspace, policy) {
    if (file === undefined || policy === undefined)
        return undefined;
    const { readBaseline } = await __webpack_require__.e(/* import() */ 404).then(__webpack_require__.bind(__webpack_require__, 45404));
    const rules = policy.rules.map(({ id }) => id);
    return readBaseline(file, workspace, rules);
}
/** Checks a policy file, also for probable mistakes. Rejects only for a bug. */
async function checkPolicy(file, check) {
    const { checkPolicyFile } = await Promise.all(/* import() */[__webpack_require__.e(501), __webpack_require__.e(815), __webpack_require__.e(897), __webpack_require__.e(384), __webpack_require__.e(250)]).then(__webpack_require__.bind(__webpack_require__, 59176));
    const { workspace, listColumns, complete } = check;
    const ofFiles = check.reports.map((report) => (0,_reports_definition_js__WEBPACK_IMPORTED_MODULE_2__/* .withListColumns */ .yk)(report, listColumns));
    const reports = [...builtInWith(listColumns), ...ofFiles];
    const checked = await checkPolicyFile(file, workspace, reports, complete);
    if (checked.value === undefined)
        return checked;
    const { policyWarnings } = await Promise.all(/* import() */[__webpack_require__.e(501), __webpack_require__.e(815), __webpack_require__.e(213), __webpack_require__.e(384), __webpack_require__.e(565)]).then(__webpack_require__.bind(__webpack_require__, 13757));
    return { ...checked, warnings: policyWarnings(checked.value, { ...check, reports }) };
}
/** The probable mistakes that a run does not find by itself: they hide violations. */
const OF_RUN = new Set([
    'RULE_CHECKS_NOTHING',
    'VALUE_UNDOCUMENTED',
    'BLANK_CELLS',
    'EXEMPTION_BROAD',
    'EXEMPTION_FAR',
]);
/** What a run warns of in its policy before it reads a mailbox, as `checkPolicy` does. */
async function warningsOfRun(policy, reports, now) {
    if (policy === undefined)
        return [];
    const { policyWarnings } = await Promise.all(/* import() */[__webpack_require__.e(501), __webpack_require__.e(815), __webpack_require__.e(213), __webpack_require__.e(384), __webpack_require__.e(565)]).then(__webpack_require__.bind(__webpack_require__, 13757));
    return policyWarnings(policy, { reports, addresses: undefined, now: now }).filter(({ code }) => OF_RUN.has(code));
}


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
/* harmony import */ var _built_in_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(22178);
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
    const { checkReportFile } = await Promise.all(/* import() */[__webpack_require__.e(501), __webpack_require__.e(815), __webpack_require__.e(897), __webpack_require__.e(384), __webpack_require__.e(947)]).then(__webpack_require__.bind(__webpack_require__, 54771));
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

/***/ 33096:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   Mt: () => (/* binding */ blankOnes),
/* harmony export */   RI: () => (/* binding */ isEmptyObject),
/* harmony export */   RX: () => (/* binding */ compilePreparation),
/* harmony export */   WZ: () => (/* binding */ compileListedColumns),
/* harmony export */   cQ: () => (/* binding */ wrongTypeFinder),
/* harmony export */   hC: () => (/* binding */ compileColumns),
/* harmony export */   sb: () => (/* binding */ prepared)
/* harmony export */ });
/* harmony import */ var _json_js__WEBPACK_IMPORTED_MODULE_5__ = __webpack_require__(8301);
/* harmony import */ var _definition_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(54530);
/* harmony import */ var _expressions_absent_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(45778);
/* harmony import */ var _expressions_evaluation_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(53881);
/* harmony import */ var _expressions_expression_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(14057);
/* harmony import */ var _expressions_syntax_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(55260);






/**
 * Compiles a report's columns. Throws the UserError `EXPRESSION` of an expression that does not parse; the reader throws
 * an Error that names the column if an expression cannot be evaluated on a response, or if its value is too large or, in a
 * built-in report, of another type than the column's. In a report file, such a value is shown, and unknown.
 */
function compileColumns(report) {
    const prepare = compilePreparation(report);
    const readCells = compileCells(report);
    const row = compileRow(report);
    return (answered, context) => {
        const item = prepare(answered, context);
        return row(readCells(item, context), { item, context, isEmpty: isEmptyObject(item) });
    };
}
/** An expression whose value depends on the internal domains. */
const USES_DOMAINS = /\b(?:external|unresolved)\s*\(/;
/** Cells that are kept for equal objects. */
const MAX_KEPT = 1_000;
/** Compiles the columns of a report of a listing. Throws as `compileColumns` does, and so do `begin` and `finish`. */
function compileListedColumns(report) {
    const { request, inconclusive, keepsObject } = report;
    const { select, beside = {} } = request;
    const ownNames = new Set(select.filter((name) => !Object.hasOwn(beside, name)));
    const isWhole = inconclusive !== undefined || keepsObject === true;
    const reads = Object.values(report.columns).map((text) => ({
        properties: isWhole ? undefined : (0,_expressions_syntax_js__WEBPACK_IMPORTED_MODULE_4__/* .decidingProperties */ .Rl)(text),
        usesDomains: USES_DOMAINS.test(text),
    }));
    const isLate = reads.map(({ properties, usesDomains }) => usesDomains || properties?.every((name) => ownNames.has(name)) !== true);
    const late = reads.filter((_, index) => isLate[index]).map(({ properties }) => properties);
    const keeps = late.includes(undefined)
        ? select
        : select.filter((name) => late.some((names) => names?.includes(name)));
    const prepareOwn = compilePreparation(report, (name) => ownNames.has(name));
    const prepareKept = compilePreparation(report, (name) => keeps.includes(name) || !ownNames.has(name));
    const readEarly = compileCells(report, (index) => isLate[index] === false);
    const readLate = compileCells(report, (index) => isLate[index] === true);
    const row = compileRow(report);
    // Most mailboxes have equal ones: reading them anew was a fifth of the time after the last page (`npm run bench`, exchange).
    const earlierCells = new Map();
    const lateCells = (remainder, context) => {
        const key = JSON.stringify(remainder);
        const earlier = earlierCells.get(key);
        if (earlier !== undefined)
            return earlier;
        const item = prepareKept(remainder, context);
        const result = { item, cells: readLate(item, context) };
        if (earlierCells.size < MAX_KEPT)
            earlierCells.set(key, result);
        return result;
    };
    return {
        keeps,
        begin: (item, context) => readEarly(prepareOwn(item, context), context),
        finish: (remainder, context, begun) => {
            const { item, cells: lateOnes } = lateCells(remainder, context);
            const cells = begun.cells.map((cell, index) => (cell === undefined ? lateOnes.cells[index] : cell));
            const unknown = [...begun.unknown, ...lateOnes.unknown];
            return row({ cells, unknown }, { item, context, isEmpty: false });
        },
    };
}
/** Reads the cells of some columns. */
function compileCells(report, isRead = () => true) {
    const readers = Object.entries(report.columns).map(([name, text], index) => isRead(index) ? compileColumn(name, text, report) : undefined);
    return (item, context) => {
        const unknown = [];
        const cells = readers.map((readCell, index) => {
            if (readCell === undefined)
                return undefined;
            const { cell, isUnknown } = readCell(item, context);
            if (isUnknown)
                unknown.push(index);
            return cell;
        });
        return { cells, unknown };
    };
}
/** Makes a row of the cells of all columns. */
function compileRow(report) {
    const { inconclusive, members, keepsObject, identity: identifying } = report;
    const hidesBlanks = inconclusive === undefined ? undefined : compileNamed('inconclusive', inconclusive);
    return (begun, { item, context, isEmpty }) => {
        const cells = begun.cells.map((cell) => cell ?? null);
        const hasUnknownBlanks = isEmpty ||
            (members !== undefined && cells.every(isBlank)) ||
            (hidesBlanks !== undefined && mayHide(hidesBlanks, item, context));
        const blank = hasUnknownBlanks ? cells.flatMap((cell, index) => (isBlank(cell) ? [index] : [])) : [];
        const unknown = [...begun.unknown, ...blank];
        const incomplete = unknown.length === 0 ? undefined : new Set(unknown.sort((one, other) => one - other));
        const object = (0,_json_js__WEBPACK_IMPORTED_MODULE_5__/* .isObject */ .Gv)(item) && (identifying !== undefined || keepsObject === true) ? (0,_expressions_absent_js__WEBPACK_IMPORTED_MODULE_1__/* .withoutAbsent */ .SV)(item) : item;
        const identity = identifying && (0,_json_js__WEBPACK_IMPORTED_MODULE_5__/* .isObject */ .Gv)(object) ? membersOf(object, identifying) : undefined;
        return { cells, incomplete, ...(identity && { identity }), ...(keepsObject === true && { object }) };
    };
}
/** The members that the service said; undefined if there are none. */
function membersOf(object, names) {
    const known = Object.entries(object).filter(([name, value]) => names.includes(name) && value !== null);
    return known.length === 0 ? undefined : Object.fromEntries(known);
}
/**
 * Compiles the one place where an answer becomes what expressions read. A property that the request selects and the answer lacks
 * is unknown, and so is one without a value that `members` says always has one.
 *
 * @param isRead whether the report reads a member of the answer
 */
function compilePreparation(report, isRead = () => true) {
    const all = (0,_expressions_absent_js__WEBPACK_IMPORTED_MODULE_1__/* .membersAt */ .n7)({ ...blankOnes(selectedByRequest(report)), ...report.members });
    const members = new Map([...all].filter(([name]) => isRead(name)));
    return (answered, context) => ((0,_json_js__WEBPACK_IMPORTED_MODULE_5__/* .isObject */ .Gv)(answered) ? prepared(answered, members, context) : answered);
}
/** An object of an answer as expressions read it. */
function prepared(item, members, context) {
    const withUnknown = (0,_expressions_absent_js__WEBPACK_IMPORTED_MODULE_1__/* .withAbsent */ .gX)(item, members);
    if (withUnknown !== item)
        context.hasAbsent = true;
    return withUnknown;
}
/** Paths of members that the service may leave blank but not out. */
function blankOnes(paths) {
    return Object.fromEntries(paths.map((path) => [path, 'blank']));
}
/** The properties of a row that the request selects. Objects of Exchange Online with several rows are prepared as a whole. */
function selectedByRequest(report) {
    if ((0,_definition_js__WEBPACK_IMPORTED_MODULE_0__/* .isExchangeReport */ .Uq)(report)) {
        const { rows, properties = [], request, members } = report;
        if (rows !== undefined)
            return properties;
        // Built-in reports say themselves what the organization's settings are.
        return members === undefined ? [...request.select, ...organizationPaths(request)] : request.select;
    }
    if ((0,_definition_js__WEBPACK_IMPORTED_MODULE_0__/* .isDerivedReport */ ._S)(report))
        return [];
    const { rows = 'value', request } = report;
    const names = rows === 'value' ? (request.query?.$select ?? '').split(',') : [];
    return names.map((name) => name.trim()).filter((name) => /^\w+$/.test(name));
}
function organizationPaths({ organization = {} }) {
    const paths = Object.entries(organization).flatMap(([name, { select }]) => ['', ...select.map((property) => `.${property}`)].map((below) => `organization.${name}${below}`));
    return paths.length === 0 ? [] : ['organization', ...paths];
}
function compileColumn(name, text, report) {
    const isBuiltIn = report.members !== undefined;
    const type = (0,_definition_js__WEBPACK_IMPORTED_MODULE_0__/* .columnType */ .DW)(report, name);
    const evaluate = compileNamed(`column ${name}`, text);
    // A report writes the word into a cell that it derives from what the service does not show.
    const mayBeUnknown = text.includes(`'${_definition_js__WEBPACK_IMPORTED_MODULE_0__/* .UNKNOWN */ .HV}'`);
    // The values of an enumeration are documented, so that an unknown one is blank.
    const isEnum = isBuiltIn && type?.enum !== undefined;
    const isExpected = typeCheck(type);
    return (item, context) => {
        const value = evaluate(item, context);
        const unknown = context.takeUnknown();
        const isWord = value === _definition_js__WEBPACK_IMPORTED_MODULE_0__/* .UNKNOWN */ .HV && mayBeUnknown;
        const isOfWrongType = value !== null && !isWord && !isExpected(value);
        if (isOfWrongType && isBuiltIn)
            throw new TypeError(`Column ${name} has a value of the wrong type`);
        const cell = emptyAsNull(value);
        // What a list contains is known, even if it may lack something.
        const isDropped = isWord ? isEnum : unknown === 'absent' && !(Array.isArray(cell) && cell.length > 0);
        return { cell: isDropped ? null : cell, isUnknown: unknown !== undefined || isWord || isOfWrongType };
    };
}
/** Also if the service did not say it. */
function mayHide(hides, item, context) {
    const isHiding = (0,_expressions_expression_js__WEBPACK_IMPORTED_MODULE_3__/* .isTruthy */ .zz)(hides(item, context));
    return context.takeUnknown() !== undefined || isHiding;
}
/** Checks only JSON types, also of the items of a list: Graph may add values to an enumeration. */
function typeCheck({ type, enum: values, items } = {}) {
    const types = Array.isArray(values) ? values.map(jsonType) : type === undefined ? undefined : [type].flat();
    if (types === undefined)
        return () => true;
    const ofItems = (0,_json_js__WEBPACK_IMPORTED_MODULE_5__/* .isObject */ .Gv)(items) ? typeCheck(items) : () => true;
    return (cell) => {
        const cellType = jsonType(cell);
        const isExpected = types.some((one) => one === cellType || (one === 'integer' && cellType === 'number'));
        return isExpected && (!Array.isArray(cell) || cell.every(ofItems));
    };
}
function jsonType(value) {
    if (value === null)
        return 'null';
    return Array.isArray(value) ? 'array' : typeof value;
}
/**
 * Finds the column of a stored row whose cell has another type than a response can give; undefined if there is none. Built-in
 * reports refuse such responses; in a report file with types, such a cell is unknown.
 */
function wrongTypeFinder(report) {
    const { members, columns } = report;
    const checks = Object.keys(columns).map((name) => ({ name, isExpected: typeCheck((0,_definition_js__WEBPACK_IMPORTED_MODULE_0__/* .columnType */ .DW)(report, name)) }));
    return ({ cells, incomplete }) => checks.find(({ isExpected }, index) => {
        const cell = cells[index] ?? null;
        const isUnknown = incomplete?.has(index) === true && (cell === _definition_js__WEBPACK_IMPORTED_MODULE_0__/* .UNKNOWN */ .HV || members === undefined);
        return cell !== null && !isUnknown && !isExpected(cell);
    })?.name;
}
/** Graph returns null for one mailbox and '' for another. Rules see both as blank. */
function emptyAsNull(cell) {
    return cell === '' ? null : cell;
}
/** Whether an object has nothing but OData's annotations. Any one property may be missing, but not all of them. */
function isEmptyObject(item) {
    if (!(0,_json_js__WEBPACK_IMPORTED_MODULE_5__/* .isObject */ .Gv)(item))
        return false;
    for (const key in item) {
        if (!key.startsWith('@odata.') && key !== 'parents' && item[key] !== _expressions_absent_js__WEBPACK_IMPORTED_MODULE_1__/* .ABSENT */ .sj)
            return false;
    }
    return true;
}
function isBlank(cell) {
    return cell === null || cell === _definition_js__WEBPACK_IMPORTED_MODULE_0__/* .UNKNOWN */ .HV || (typeof cell === 'object' && Object.keys(cell).length === 0);
}
function compileNamed(name, text) {
    const expression = (0,_expressions_expression_js__WEBPACK_IMPORTED_MODULE_3__/* .compileExpression */ .Wo)(text);
    return (item, context) => {
        try {
            const value = (0,_expressions_evaluation_js__WEBPACK_IMPORTED_MODULE_2__/* .nullsForAbsent */ .VW)(expression(item, context), context);
            if (typeof value === 'object')
                (0,_expressions_evaluation_js__WEBPACK_IMPORTED_MODULE_2__/* .checkSize */ .C1)(value);
            return value;
        }
        catch (error) {
            throw new Error(`${name} cannot be evaluated on the response`, { cause: error });
        }
    };
}


/***/ }),

/***/ 45778:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   SV: () => (/* binding */ withoutAbsent),
/* harmony export */   Y2: () => (/* binding */ hasAbsent),
/* harmony export */   gX: () => (/* binding */ withAbsent),
/* harmony export */   n7: () => (/* binding */ membersAt),
/* harmony export */   rL: () => (/* binding */ absentAsNull),
/* harmony export */   sj: () => (/* binding */ ABSENT)
/* harmony export */ });
/* harmony import */ var _json_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(8301);

/**
 * Replaces, in an answer, what the service did not say: a member that it left out, or null where it always has a value. It
 * is compared by identity. Expressions never get it: reading it makes their result unknown.
 */
const ABSENT = Object.freeze({});
/** A name in a path: annotations of OData contain a dot. */
const NAME = /^(?:@odata\.)?[^.]+$/;
/** The members at some paths, such as `language.locale`. The path above each is given too. */
function membersAt(paths, above = '') {
    const below = Object.entries(paths).filter(([path]) => path.startsWith(above) && NAME.test(path.slice(above.length)));
    return new Map(below.map(([path, presence]) => [path.slice(above.length), { presence, members: membersAt(paths, `${path}.`) }]));
}
/**
 * A copy of an object of an answer in which `ABSENT` replaces what is unknown, also null and '' in a list; the object itself if
 * nothing is. Throws a TypeError for another value where the members of an object are given.
 */
function withAbsent(item, members, path = '') {
    let copy;
    for (const [name, member] of members) {
        const value = (0,_json_js__WEBPACK_IMPORTED_MODULE_0__/* .property */ .MZ)(item, name);
        const part = isAbsent(value, member) ? ABSENT : knownPart(value ?? null, member.members, `${path}${name}`);
        if (part !== (value ?? null)) {
            copy ??= { ...item };
            copy[name] = part;
        }
    }
    return copy ?? item;
}
function isAbsent(value, { presence, members }) {
    if (value === undefined)
        return presence !== 'optional';
    return (presence === 'value' &&
        (value === null || value === '' || (members.size === 0 && Array.isArray(value) && value.length === 0)));
}
function knownPart(value, members, path) {
    if (Array.isArray(value) && members.size === 0) {
        const isUnknown = (part) => part === null || part === '';
        return value.some(isUnknown) ? value.map((part) => (isUnknown(part) ? ABSENT : part)) : value;
    }
    if (members.size === 0 || value === null || value === ABSENT)
        return value;
    if (!(0,_json_js__WEBPACK_IMPORTED_MODULE_0__/* .isObject */ .Gv)(value))
        throw new TypeError(`The response has no object under ${path}`);
    return withAbsent(value, members, `${path}.`);
}
/** Whether a value is, or has anywhere, what the service did not say. */
function hasAbsent(value) {
    if (typeof value !== 'object' || value === null)
        return false;
    return value === ABSENT || Object.values(value).some(hasAbsent);
}
/** A value with null for what the service did not say. */
function absentAsNull(value) {
    if (value === ABSENT)
        return null;
    if (Array.isArray(value))
        return value.map(absentAsNull);
    if (!(0,_json_js__WEBPACK_IMPORTED_MODULE_0__/* .isObject */ .Gv)(value))
        return value;
    return Object.fromEntries(Object.entries(value).map(([name, part]) => [name, absentAsNull(part)]));
}
/** An object without its members that the service did not say. */
function withoutAbsent(item) {
    return Object.fromEntries(Object.entries(item).flatMap(([name, part]) => part === ABSENT ? [] : [[name, (0,_json_js__WEBPACK_IMPORTED_MODULE_0__/* .isObject */ .Gv)(part) ? withoutAbsent(part) : part]]));
}


/***/ }),

/***/ 53881:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   C1: () => (/* binding */ checkSize),
/* harmony export */   SP: () => (/* binding */ activeContext),
/* harmony export */   VW: () => (/* binding */ nullsForAbsent),
/* harmony export */   _3: () => (/* binding */ evaluate),
/* harmony export */   kK: () => (/* binding */ EvaluationContext)
/* harmony export */ });
/* harmony import */ var _jmespath_community_jmespath__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(34022);
/* harmony import */ var _json_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(8301);
/* harmony import */ var _absent_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(45778);



/** Steps of the interpreter, array elements and characters that the expressions of one mailbox may produce. */
const MAX_STEPS = 5_000_000;
/** Values and characters in one result, and its nesting. Later steps, such as JSON.stringify, recurse into it. */
const MAX_SIZE = 1_000_000;
const MAX_DEPTH = 100;
/**
 * What the expressions of a report share while one mailbox is evaluated: the internal domains, the time of the run, and a
 * budget, since an expression such as `[@, @] | [@, @] | ...` doubles its result with each step, and JMESPath has no limits.
 */
class EvaluationContext {
    internalDomains;
    /** When the run started; undefined if that is unknown. */
    now;
    /** Whether an object of the answer has what the service did not say, so that functions look for it. */
    hasAbsent = false;
    #steps = 0;
    #unknown;
    constructor(internalDomains, now) {
        this.internalDomains = internalDomains;
        this.now = now;
    }
    /** Called by a function that returns less than the whole value, or nothing because the value is unknown. */
    markIncomplete() {
        this.#unknown ??= 'part';
    }
    /** Called when an expression reads what the service did not say. */
    markAbsent() {
        this.#unknown = 'absent';
    }
    /** What is unknown of the result of the expressions since the last call. */
    takeUnknown() {
        const unknown = this.#unknown;
        this.#unknown = undefined;
        return unknown;
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
/** A value with null for what the service did not say, which is then marked: nothing in it may be taken for an answer. */
function nullsForAbsent(value, context) {
    if (!context.hasAbsent || !(0,_absent_js__WEBPACK_IMPORTED_MODULE_1__/* .hasAbsent */ .Y2)(value))
        return value;
    context.markAbsent();
    return (0,_absent_js__WEBPACK_IMPORTED_MODULE_1__/* .absentAsNull */ .rL)(value);
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
    const visitWithin = (node, value) => {
        active.spend(1);
        if (node.type === 'Flatten') {
            const input = interpreter.visit(node.child, value);
            if (!Array.isArray(input))
                return null;
            for (const part of input)
                active.spend(lengthOf(part));
            return input.flat();
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
    interpreter.visit = (node, value) => nullIfAbsent(visitWithin(node, nullIfAbsent(value)));
    interpreter.withScope = (scope) => {
        const inner = withScope(scope);
        limitInterpreter(inner);
        return inner;
    };
    runtime.callFunction = (name, args) => {
        for (const arg of args)
            active.spend(lengthOf(arg));
        checkArguments(name, args);
        if (active.hasAbsent && !READS_NO_MEMBER.test(name) && args.some(_absent_js__WEBPACK_IMPORTED_MODULE_1__/* .hasAbsent */ .Y2))
            active.markAbsent();
        const result = callFunction(name, args);
        active.spend(lengthOf(result));
        return result;
    };
}
limitInterpreter(_jmespath_community_jmespath__WEBPACK_IMPORTED_MODULE_0__/* .TreeInterpreter */ .Z2);
/**
 * Functions that read members of their arguments only through an expression, which is visited; and `part_numbers`, which marks what it
 * reads itself: its list has all plans of all licenses of the tenant, for each mailbox.
 */
const READS_NO_MEMBER = /^(?:length|type|map|.*_by|part_numbers)$/;
/** Null for what the service did not say, which is then marked. */
function nullIfAbsent(value) {
    if (value !== _absent_js__WEBPACK_IMPORTED_MODULE_1__/* .ABSENT */ .sj)
        return value;
    active.markAbsent();
    return null;
}
/** What a value counts in a budget: its elements or characters. */
function lengthOf(value) {
    return typeof value === 'string' || Array.isArray(value) ? value.length : 1;
}
/** Whether two values are equal, as JMESPath compares them. The library's own comparison has no limit. */
function isEqual(one, other) {
    active.spend(1);
    if (one === _absent_js__WEBPACK_IMPORTED_MODULE_1__/* .ABSENT */ .sj || other === _absent_js__WEBPACK_IMPORTED_MODULE_1__/* .ABSENT */ .sj) {
        active.markAbsent();
        return false;
    }
    if (one === other)
        return true;
    if (Array.isArray(one) && Array.isArray(other)) {
        return one.length === other.length && one.every((part, index) => isEqual(part, other[index]));
    }
    if (!(0,_json_js__WEBPACK_IMPORTED_MODULE_2__/* .isRecord */ .u4)(one) || !(0,_json_js__WEBPACK_IMPORTED_MODULE_2__/* .isRecord */ .u4)(other) || Array.isArray(one) || Array.isArray(other))
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

/***/ 14057:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   Wo: () => (/* binding */ compileExpression),
/* harmony export */   Yi: () => (/* binding */ PROPERTY_PATH),
/* harmony export */   zz: () => (/* binding */ isTruthy)
/* harmony export */ });
/* harmony import */ var _jmespath_community_jmespath__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(34022);
/* harmony import */ var _errors_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(83916);
/* harmony import */ var _json_js__WEBPACK_IMPORTED_MODULE_6__ = __webpack_require__(8301);
/* harmony import */ var _absent_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(45778);
/* harmony import */ var _evaluation_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(53881);
/* harmony import */ var _functions_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(2734);
/* harmony import */ var _syntax_js__WEBPACK_IMPORTED_MODULE_5__ = __webpack_require__(55260);







/** An expression that only reads a property of a property. */
const PROPERTY_PATH = /^[A-Za-z_]\w*(?:\.[A-Za-z_]\w*)*$/;
/**
 * Compiles a JMESPath expression (https://jmespath.site). `functions.ts` lists the added functions.
 *
 * Throws a UserError `EXPRESSION` if the text does not parse, is nested too deep, or calls an unknown function or a
 * function with the wrong number of arguments. The result throws what `evaluate` throws.
 */
function compileExpression(text) {
    // Takes no steps of the budget, so that a mailbox may have any number of items.
    if (PROPERTY_PATH.test(text))
        return propertyPath(text.split('.'));
    const tree = parsed(text);
    const problem = (0,_syntax_js__WEBPACK_IMPORTED_MODULE_5__/* .problemIn */ .Dk)(tree);
    if (problem !== undefined)
        throw notAnExpression(text, problem);
    return (value, context) => (0,_evaluation_js__WEBPACK_IMPORTED_MODULE_3__/* .evaluate */ ._3)(tree, value, context);
}
function parsed(text) {
    try {
        return (0,_jmespath_community_jmespath__WEBPACK_IMPORTED_MODULE_0__/* .compile */ .wE)(text);
    }
    catch (error) {
        throw notAnExpression(text, (0,_errors_js__WEBPACK_IMPORTED_MODULE_1__/* .describeError */ .Uc)(error), error);
    }
}
function notAnExpression(text, reason, cause) {
    return new _errors_js__WEBPACK_IMPORTED_MODULE_1__/* .UserError */ .yo('EXPRESSION', `'${text}' is not a JMESPath expression: ${reason}`, {
        hint: 'See https://jmespath.site for the language, and docs/reports.md for the added functions.',
        cause,
    });
}
function propertyPath(keys) {
    return (item, context) => {
        let value = item;
        for (const key of keys)
            value = value === _absent_js__WEBPACK_IMPORTED_MODULE_2__/* .ABSENT */ .sj ? _absent_js__WEBPACK_IMPORTED_MODULE_2__/* .ABSENT */ .sj : (0,_json_js__WEBPACK_IMPORTED_MODULE_6__/* .property */ .MZ)(value, key);
        if (value !== _absent_js__WEBPACK_IMPORTED_MODULE_2__/* .ABSENT */ .sj)
            return value ?? null;
        context.markAbsent();
        return null;
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

/***/ 2734:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   y: () => (/* binding */ toUtc)
/* harmony export */ });
/* unused harmony export addedFunctions */
/* harmony import */ var windows_iana__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(67376);
/* harmony import */ var windows_iana__WEBPACK_IMPORTED_MODULE_0___default = /*#__PURE__*/__webpack_require__.n(windows_iana__WEBPACK_IMPORTED_MODULE_0__);
/* harmony import */ var _jmespath_community_jmespath__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(34022);
/* harmony import */ var _json_js__WEBPACK_IMPORTED_MODULE_5__ = __webpack_require__(8301);
/* harmony import */ var _text_numbers_js__WEBPACK_IMPORTED_MODULE_6__ = __webpack_require__(92613);
/* harmony import */ var _evaluation_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(53881);
/* harmony import */ var _plain_text_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(10787);
/* harmony import */ var _recipients_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(63647);







/**
 * The functions that expressions have in addition to JMESPath's own:
 * - `same(a, b)`: whether two words are equal without case, since the case of Graph's enum values varies;
 * - `utc(dateTimeTimeZone)`: the instant as `2026-11-25T08:00:00Z`; marks the cell as incomplete if the time zone is unknown;
 * - `replies_active(status, start, end)`: whether automatic replies are sent at the start of the run, `yes` or `no`; marks the cell
 *   as incomplete if that is unknown;
 * - `time(timeOfDay)`: `08:00:00.0000000` as `08:00:00`;
 * - `plain_text(html)`: the text of a message; marks the cell as incomplete if the text is cut;
 * - `addresses(recipients)`: the addresses of recipients; marks the cell as incomplete if one has no address;
 * - `external(recipients)`: the SMTP addresses that are not inside; marks the cell as incomplete if others are unresolved, or if
 *   it is not known what is inside;
 * - `unresolved(recipients)`: the recipients without an SMTP address;
 * - `bytes(size)`: the bytes of `99 GB (106,300,440,576 bytes)`; null for `Unlimited`;
 * - `gigabytes(size)`: the same in GB of 2^30 bytes, with at most two decimals;
 * - `bytes_to_gigabytes(bytes)`: a number of bytes in GB of 2^30 bytes, with at most two decimals;
 * - `percent(part, whole)`: with at most two decimals; null if the whole is 0;
 * - `days(time_span)`: the days of `14.00:00:00`; null for `Unlimited`;
 * - `days_since(time)`: the whole days from a time in ISO 8601 to the start of the run;
 * - `part_numbers(licenses, skus)`: the part numbers of assigned licenses, or their IDs, and marks the cell as incomplete then.
 *
 * An argument of a type that the function does not read is unknown, as what the service did not say.
 */
const addedFunctions = {
    same: isSame,
    utc,
    replies_active: repliesActive,
    time: (value) => textWith(value, (text) => text.replace(/\.0+$/, '')),
    plain_text: (html) => textWith(html, textOf),
    addresses: namedTargets,
    external: externalTargets,
    unresolved: (recipients) => (0,_recipients_js__WEBPACK_IMPORTED_MODULE_4__/* .unresolvedRecipients */ .mr)(recipients, (0,_evaluation_js__WEBPACK_IMPORTED_MODULE_2__/* .activeContext */ .SP)().internalDomains),
    bytes: byteCount,
    gigabytes: gigabyteCount,
    bytes_to_gigabytes: (bytes) => percentage(bytes, 100 * 2 ** 30),
    percent: percentage,
    days: dayCount,
    days_since: daysSince,
    part_numbers: partNumbers,
};
for (const [name, call] of Object.entries(addedFunctions)) {
    const signature = Array.from({ length: call.length }, () => ({ types: [_jmespath_community_jmespath__WEBPACK_IMPORTED_MODULE_1__/* .TYPE_ANY */ .uU] }));
    (0,_jmespath_community_jmespath__WEBPACK_IMPORTED_MODULE_1__/* .register */ .kz)(name, (values) => call(...values), signature);
}
/** The library's own functions use a regular expression that takes a minute for a text of 128 KiB. */
function trimmed([text, characters], atStart, atEnd) {
    if (typeof text !== 'string')
        return null;
    const isTrimmed = (index) => typeof characters === 'string' && characters !== ''
        ? characters.includes(text.charAt(index))
        : /[\s\x85]/.test(text.charAt(index));
    let [start, end] = [0, text.length];
    while (atStart && start < end && isTrimmed(start))
        start += 1;
    while (atEnd && end > start && isTrimmed(end - 1))
        end -= 1;
    return text.slice(start, end);
}
const TRIM_SIGNATURE = [{ types: [_jmespath_community_jmespath__WEBPACK_IMPORTED_MODULE_1__/* .TYPE_STRING */ .jY] }, { types: [_jmespath_community_jmespath__WEBPACK_IMPORTED_MODULE_1__/* .TYPE_STRING */ .jY], optional: true }];
(0,_jmespath_community_jmespath__WEBPACK_IMPORTED_MODULE_1__/* .register */ .kz)('trim', (values) => trimmed(values, true, true), TRIM_SIGNATURE, { override: true });
(0,_jmespath_community_jmespath__WEBPACK_IMPORTED_MODULE_1__/* .register */ .kz)('trim_left', (values) => trimmed(values, true, false), TRIM_SIGNATURE, { override: true });
(0,_jmespath_community_jmespath__WEBPACK_IMPORTED_MODULE_1__/* .register */ .kz)('trim_right', (values) => trimmed(values, false, true), TRIM_SIGNATURE, { override: true });
/** Null for null. */
function textWith(value, convert) {
    if (typeof value === 'string')
        return convert(value);
    if (value !== null && value !== undefined)
        (0,_evaluation_js__WEBPACK_IMPORTED_MODULE_2__/* .activeContext */ .SP)().markAbsent();
    return null;
}
function isSame(a, b) {
    const [one, other] = [a, b].map((value) => textWith(value, (text) => text.toLowerCase()));
    return one !== null && one === other;
}
function namedTargets(recipients) {
    if ((0,_recipients_js__WEBPACK_IMPORTED_MODULE_4__/* .hasUnaddressed */ .tI)(recipients))
        (0,_evaluation_js__WEBPACK_IMPORTED_MODULE_2__/* .activeContext */ .SP)().markIncomplete();
    return (0,_recipients_js__WEBPACK_IMPORTED_MODULE_4__/* .addressesOf */ .sO)(recipients);
}
function externalTargets(recipients) {
    const context = (0,_evaluation_js__WEBPACK_IMPORTED_MODULE_2__/* .activeContext */ .SP)();
    const inside = context.internalDomains;
    if ((0,_recipients_js__WEBPACK_IMPORTED_MODULE_4__/* .unresolvedRecipients */ .mr)(recipients, inside).length > 0)
        context.markIncomplete();
    const addresses = (0,_recipients_js__WEBPACK_IMPORTED_MODULE_4__/* .outsideAddresses */ ._k)(recipients, inside);
    if (inside !== undefined || addresses.length === 0)
        return addresses;
    context.markIncomplete();
    return [];
}
function textOf(html) {
    const { text, complete } = (0,_plain_text_js__WEBPACK_IMPORTED_MODULE_3__/* .plainText */ .w)(html);
    if (!complete)
        (0,_evaluation_js__WEBPACK_IMPORTED_MODULE_2__/* .activeContext */ .SP)().markIncomplete();
    return text;
}
/** Graph's status stays `scheduled` after the end of a schedule, and its case varies. */
function repliesActive(status, start, end) {
    const context = (0,_evaluation_js__WEBPACK_IMPORTED_MODULE_2__/* .activeContext */ .SP)();
    const now = context.now ?? NaN;
    const folded = typeof status === 'string' ? status.toLowerCase() : '';
    if (folded === 'disabled')
        return 'no';
    if (folded === 'alwaysenabled')
        return 'yes';
    const [from, until] = [start, end].map((time) => (typeof time === 'string' ? Date.parse(time) : NaN));
    if (folded === 'scheduled' && from !== undefined && until !== undefined) {
        if (until <= now || from > now)
            return 'no';
        if (from <= now && now < until)
            return 'yes';
    }
    context.markIncomplete();
    return null;
}
/** If the time zone is unknown, the local time and the zone's name, so that the cell is not mistaken for UTC. */
function utc(value) {
    if (value === null || value === undefined)
        return null;
    const { dateTime = null, timeZone = 'UTC' } = (0,_json_js__WEBPACK_IMPORTED_MODULE_5__/* .isRecord */ .u4)(value) ? value : { timeZone: null };
    if ((0,_json_js__WEBPACK_IMPORTED_MODULE_5__/* .isRecord */ .u4)(value) && (dateTime === null || dateTime === ''))
        return null;
    if (typeof dateTime !== 'string' || typeof timeZone !== 'string') {
        (0,_evaluation_js__WEBPACK_IMPORTED_MODULE_2__/* .activeContext */ .SP)().markAbsent();
        return null;
    }
    const instant = toUtc(dateTime, timeZone);
    if (instant === undefined)
        (0,_evaluation_js__WEBPACK_IMPORTED_MODULE_2__/* .activeContext */ .SP)().markIncomplete();
    return instant ?? `${dateTime} ${timeZone}`;
}
/** How Exchange writes a size: `99 GB (106,300,440,576 bytes)`. */
const SIZE = /\(([\d,]+) bytes\)/;
/** How .NET writes a time span: `14.00:00:00`, `-1.00:00:00`, `08:30:00.5000000`. */
const TIME_SPAN = /^(-?)(?:(\d+)\.)?(\d{1,2}):(\d{2}):(\d{2})(?:\.\d+)?$/;
/** The bytes of a size; null for `Unlimited` and for no size. A text of another form is returned as it is. */
function byteCount(size) {
    return textWith(size, (text) => {
        const [, digits] = SIZE.exec(text) ?? [];
        if (digits === undefined)
            return isUnlimited(text) ? null : text;
        return Number(digits.replaceAll(',', ''));
    });
}
/** The GB of a size, rounded to two decimals; otherwise as `byteCount`. */
function gigabyteCount(size) {
    const bytes = byteCount(size);
    return typeof bytes === 'number' ? Math.round((bytes / 2 ** 30) * 100) / 100 : bytes;
}
function percentage(part, whole) {
    if (typeof part === 'number' && typeof whole === 'number') {
        return whole > 0 ? Math.round((part / whole) * 10_000) / 100 : null;
    }
    if ((part ?? null) !== null && (whole ?? null) !== null)
        (0,_evaluation_js__WEBPACK_IMPORTED_MODULE_2__/* .activeContext */ .SP)().markAbsent();
    return null;
}
/** Blank for a blank time. */
function daysSince(time) {
    return textWith(time, (text) => {
        const { now = NaN } = (0,_evaluation_js__WEBPACK_IMPORTED_MODULE_2__/* .activeContext */ .SP)();
        const elapsed = text === '' ? undefined : now - Date.parse(text);
        if (elapsed === undefined)
            return null;
        if (!Number.isNaN(elapsed))
            return Math.max(0, Math.floor(elapsed / _text_numbers_js__WEBPACK_IMPORTED_MODULE_6__/* .DAY_MS */ .sO));
        (0,_evaluation_js__WEBPACK_IMPORTED_MODULE_2__/* .activeContext */ .SP)().markIncomplete();
        return null;
    });
}
/** https://learn.microsoft.com/graph/api/resources/assignedlicense and its subscribedSku. */
function partNumbers(licenses, skus) {
    if (!Array.isArray(licenses)) {
        (0,_evaluation_js__WEBPACK_IMPORTED_MODULE_2__/* .activeContext */ .SP)().markAbsent();
        return null;
    }
    const names = Array.isArray(skus) ? skus : [];
    return licenses.map((license) => {
        const id = (0,_json_js__WEBPACK_IMPORTED_MODULE_5__/* .isRecord */ .u4)(license) ? license.skuId : undefined;
        const sku = names.find((one) => (0,_json_js__WEBPACK_IMPORTED_MODULE_5__/* .isRecord */ .u4)(one) && isSame(one.skuId, id));
        if ((0,_json_js__WEBPACK_IMPORTED_MODULE_5__/* .isRecord */ .u4)(sku) && typeof sku.skuPartNumber === 'string')
            return sku.skuPartNumber;
        (0,_evaluation_js__WEBPACK_IMPORTED_MODULE_2__/* .activeContext */ .SP)().markIncomplete();
        return typeof id === 'string' ? id : null;
    });
}
/** The days of a time span, with a fraction; null for `Unlimited` and for none. A text of another form is returned as it is. */
function dayCount(span) {
    return textWith(span, (text) => {
        const [, sign, days = '0', hours, minutes, seconds] = TIME_SPAN.exec(text) ?? [];
        if (sign === undefined)
            return isUnlimited(text) ? null : text;
        const count = Number(days) + (Number(hours) * 3600 + Number(minutes) * 60 + Number(seconds)) / 86_400;
        return sign === '-' ? -count : count;
    });
}
function isUnlimited(text) {
    return text.toLowerCase() === 'unlimited';
}
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
    if (offset !== undefined && offset !== 'Z')
        return iso(Date.parse(local + offset));
    const asIfUtc = Date.parse(`${local}Z`);
    if (Number.isNaN(asIfUtc))
        return undefined;
    if (offset === 'Z' || timeZone.toUpperCase() === 'UTC')
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
        formats.set(timeZone, newFormat((0,windows_iana__WEBPACK_IMPORTED_MODULE_0__.findIana)(timeZone)[0] ?? timeZone));
    return formats.get(timeZone);
}
function newFormat(timeZone) {
    try {
        return new Intl.DateTimeFormat('en-US', { timeZone, timeZoneName: 'longOffset' });
    }
    catch {
        return undefined;
    }
}
/** The zone's offset from UTC at an instant, in ms. The format ends with `GMT-05:00`, before 1900 with `GMT+00:53:28`. */
function offsetAt(format, instant) {
    const [, sign, hours, minutes, seconds = 0] = /GMT([+-])(\d\d):(\d\d)(?::(\d\d))?$/.exec(format.format(instant)) ?? [];
    if (sign === undefined)
        return 0;
    const ms = (Number(hours) * 3600 + Number(minutes) * 60 + Number(seconds)) * 1000;
    return sign === '-' ? -ms : ms;
}


/***/ }),

/***/ 10787:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   q: () => (/* binding */ loadPlainText),
/* harmony export */   w: () => (/* binding */ plainText)
/* harmony export */ });
/* harmony import */ var _json_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(8301);

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
/** A comment whose text Outlook shows. What `<!--[if !mso]><!-->` encloses is outside of comments. */
const CONDITIONAL = /^\s*\[if\b[^\]>]*\]>(?!\s*<!$)([^]*?)(?:<!\[endif\]\s*)?$/i;
/** Documents within documents, in the attribute `srcdoc`. */
const MAX_DOCUMENTS = 3;
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
        { selector: 'iframe', format: 'innerDocument' },
    ],
    formatters: {
        innerDocument: (element, walk, builder) => {
            builder.openBlock(A_LINE);
            const attributes = element.attribs;
            const html = (0,_json_js__WEBPACK_IMPORTED_MODULE_0__/* .isRecord */ .u4)(attributes) ? attributes.srcdoc : undefined;
            if (typeof html === 'string')
                builder.addLiteral(innerText(html));
            walk(element.children, builder);
            builder.closeBlock(A_LINE);
        },
    },
};
let openDocuments = 0;
/** The text of a document in an attribute. */
function innerText(html) {
    if (openDocuments >= MAX_DOCUMENTS)
        return CUT;
    openDocuments += 1;
    try {
        return converters?.ofHtml(withConditions(html).replaceAll(ADDRESS, '&lt;')) ?? '';
    }
    finally {
        openDocuments -= 1;
    }
}
/** Makes each conditional comment a document of its own: tags that it opens must not hide the text behind it. */
function withConditions(html) {
    let text = '';
    let copied = 0;
    for (let start = html.indexOf('<!--'); start >= 0; start = html.indexOf('<!--', copied)) {
        const ending = html.indexOf('-->', start + 4);
        const end = ending < 0 ? html.length : ending;
        const [comment, condition = ''] = CONDITIONAL.exec(html.slice(start + 4, end)) ?? [];
        const inner = condition.replaceAll('&', '&amp;').replaceAll('"', '&quot;');
        text += html.slice(copied, start);
        copied = Math.min(end + 3, html.length);
        if (comment === undefined)
            text += html.slice(start, copied);
        else
            text += `<iframe srcdoc="${inner.replaceAll('<', '&lt;').replaceAll('>', '&gt;')}"></iframe>`;
    }
    return text + html.slice(copied);
}
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
    const cut = html.slice(0, MAX_LENGTH).replaceAll(/\r\n?/g, '\n').replaceAll(CUT, '\ufffd');
    const visible = withConditions(cut);
    const hasTags = TAG.test(visible);
    const escaped = visible.replaceAll(hasTags ? ADDRESS : '<', '&lt;');
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

/***/ 55260:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   Dk: () => (/* binding */ problemIn),
/* harmony export */   Ip: () => (/* binding */ syntaxError),
/* harmony export */   Rl: () => (/* binding */ decidingProperties),
/* harmony export */   kA: () => (/* binding */ rowProperties)
/* harmony export */ });
/* harmony import */ var _jmespath_community_jmespath__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(34022);
/* harmony import */ var _errors_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(83916);
/* harmony import */ var _json_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(8301);
/* harmony import */ var _text_display_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(24745);




/**
 * The syntax error of an expression; undefined if there is none, or if its place cannot be found. The library names no
 * place, but it parses from left to right: the shortest prefix that fails for a reason other than its end ends with the
 * mistake.
 */
function syntaxError(expression) {
    const starts = tokenStarts(expression);
    if (starts === undefined)
        return strangeCharacter(expression);
    const failure = failureOf(expression);
    if (failure === undefined)
        return openQuote(expression, starts.at(-1) ?? 0);
    if (failure.includes('call stack'))
        return { offset: 0, message: 'it is nested too deep' };
    if (failure === 'end')
        return { offset: expression.length, message: 'it is not complete' };
    const beginning = (tokens) => expression.slice(0, starts[tokens] ?? expression.length);
    const tokens = least(starts.length, (count) => !['end', undefined].includes(failureOf(beginning(count))));
    const offset = starts[tokens - 1] ?? 0;
    const token = beginning(tokens).slice(offset).trim();
    const generic = /^Syntax error: (?:unexpected token|invalid token|expected .* got|expecting an identifier)/.test(failure);
    return { offset, message: generic ? `${(0,_text_display_js__WEBPACK_IMPORTED_MODULE_2__/* .shownText */ .f$)(token)} is not allowed here` : failure };
}
function tokenStarts(expression) {
    try {
        return (0,_jmespath_community_jmespath__WEBPACK_IMPORTED_MODULE_0__/* .tokenize */ .qw)(expression).map(({ start }) => start);
    }
    catch {
        return undefined;
    }
}
/** The library accepts a literal without its closing quote at the end of an expression. */
function openQuote(expression, offset) {
    const token = expression.slice(offset);
    const closed = [/^'(?:\\[\\']|\\(?![\\'])|[^'\\])*'\s*$/, /^`(?:\\[\\`]|\\(?![\\`])|[^`\\])*`\s*$/];
    if (!/^['`]/.test(token) || closed.some((whole) => whole.test(token)))
        return undefined;
    return { offset, message: 'this quote is not closed' };
}
function strangeCharacter(expression) {
    const isStrange = (length) => {
        try {
            (0,_jmespath_community_jmespath__WEBPACK_IMPORTED_MODULE_0__/* .tokenize */ .qw)(expression.slice(0, length));
            return false;
        }
        catch (error) {
            return (0,_errors_js__WEBPACK_IMPORTED_MODULE_1__/* .describeError */ .Uc)(error).includes('unknown character');
        }
    };
    if (!isStrange(expression.length))
        return undefined;
    const offset = least(expression.length, isStrange) - 1;
    const [character = ''] = expression.slice(offset);
    return { offset, message: `${(0,_text_display_js__WEBPACK_IMPORTED_MODULE_2__/* .shownText */ .f$)(character)} is not allowed here` };
}
/** Why an expression does not parse: 'end' if it is not complete, or the library's message; undefined if it parses. */
function failureOf(expression) {
    try {
        (0,_jmespath_community_jmespath__WEBPACK_IMPORTED_MODULE_0__/* .compile */ .wE)(expression);
        return undefined;
    }
    catch (error) {
        const message = (0,_errors_js__WEBPACK_IMPORTED_MODULE_1__/* .describeError */ .Uc)(error);
        // The library reads a token beyond the last one and then throws a TypeError.
        return /EOF|Cannot read properties of undefined/.test(message) ? 'end' : message;
    }
}
/** The least number from 1 to `most` for which `holds` is true. It must be true for `most` and all numbers after the least. */
function least(most, holds) {
    let [low, high] = [1, most];
    while (low < high) {
        const middle = (low + high) >> 1;
        if (holds(middle))
            high = middle;
        else
            low = middle + 1;
    }
    return low;
}
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
    if (!(0,_json_js__WEBPACK_IMPORTED_MODULE_3__/* .isRecord */ .u4)(node) || node.type === 'Literal')
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
function callProblem(name, count) {
    const functions = _jmespath_community_jmespath__WEBPACK_IMPORTED_MODULE_0__/* .TreeInterpreter */ .Z2.runtime._functionTable;
    const definition = Object.hasOwn(functions, name) ? functions[name] : undefined;
    if (definition === undefined)
        return `there is no function '${name}'; there are ${Object.keys(functions).sort().join(', ')}`;
    const signature = definition._signature;
    const least = signature.filter(({ optional }) => optional !== true).length;
    const most = signature.at(-1)?.variadic === true ? Infinity : signature.length;
    if (count >= least && count <= most)
        return undefined;
    const takes = most === least ? `${least}` : most === Infinity ? `at least ${least}` : `${least} to ${most}`;
    return `${name}() takes ${takes} argument${takes === '1' || takes === 'at least 1' ? '' : 's'}, not ${count}`;
}
/**
 * The properties of a row that an expression reads: `ForwardTo` in `length(ForwardTo || [])`, but not what it reads within
 * them. Throws the library's Error for a text that is not JMESPath.
 */
function rowProperties(expression) {
    return [...new Set(propertiesIn((0,_jmespath_community_jmespath__WEBPACK_IMPORTED_MODULE_0__/* .compile */ .wE)(expression)))];
}
/**
 * The properties of a row that decide on the value of an expression; undefined if any may, as in `length(@)`. Throws the library's
 * Error for a text that is not JMESPath.
 */
function decidingProperties(expression) {
    const tree = (0,_jmespath_community_jmespath__WEBPACK_IMPORTED_MODULE_0__/* .compile */ .wE)(expression);
    // The row (`$`) and variables can stand anywhere.
    return expression.includes('$') || readsWhole(tree) ? undefined : [...new Set(propertiesIn(tree))];
}
function readsWhole(node) {
    if (Array.isArray(node))
        return node.some(readsWhole);
    if (!(0,_json_js__WEBPACK_IMPORTED_MODULE_3__/* .isRecord */ .u4)(node) || node.type === 'Literal' || node.type === 'ExpressionReference')
        return false;
    if (node.type === 'Current' || node.type === 'Identity')
        return true;
    return readsWhole(STEPS.includes(String(node.type)) ? node.left : Object.values(node));
}
/** Nodes whose other parts read what the left one finds. */
const STEPS = ['Subexpression', 'IndexExpression', 'Projection', 'ValueProjection', 'FilterProjection', 'Pipe'];
function propertiesIn(node) {
    if (Array.isArray(node))
        return node.flatMap(propertiesIn);
    if (!(0,_json_js__WEBPACK_IMPORTED_MODULE_3__/* .isRecord */ .u4)(node) || node.type === 'Literal' || node.type === 'ExpressionReference')
        return [];
    if (node.type === 'Field')
        return [String(node.name)];
    return propertiesIn(STEPS.includes(String(node.type)) ? node.left : Object.values(node));
}


/***/ }),

/***/ 31801:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   Je: () => (/* binding */ removedInput),
/* harmony export */   _b: () => (/* binding */ refuseRemovedInputs)
/* harmony export */ });
/* unused harmony exports REPLACEMENTS, refuseRemovedOptions */
/* harmony import */ var _errors_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(83916);
/* harmony import */ var _input_readers_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(26464);


/** What replaces inputs of earlier versions, and values of inputs. The runner only warns of inputs that an action does not have. */
const REPLACEMENTS = new Map([
    ['mailbox-column', 'Use "address-column" instead.'],
    ['mailbox-columns', 'Use "extra-columns" instead.'],
    ['csv-bom', 'Use "csv" instead: "plain" for files without a byte order mark.'],
    ['csv-delimiter', 'Use "csv" instead: "excel-semicolon" for semicolons.'],
    ['retirements', 'Nothing replaces it: remove it. What Microsoft switches off is reported anyway.'],
    [
        'concurrency',
        'Nothing replaces it: remove it. The number of requests in flight adapts to the limits of the tenant.',
    ],
    ['authority-host', 'Use "endpoints" instead, with the line "authority=URL".'],
    ['graph-url', 'Use "endpoints" instead, with the line "graph=URL".'],
    ['exchange-url', 'Use "endpoints" instead, with the line "exchange=URL".'],
    ['unlisted: include', 'Use "mailboxes" instead: "all", also as a line among lists.'],
]);
/** What replaces an input, or the value of one; undefined if it was not removed. `noun`: `input`, `key` or `option`. */
function removedInput(noun, name, value) {
    const hint = REPLACEMENTS.get(name);
    if (hint !== undefined)
        return { message: `The ${noun} "${name}" no longer exists.`, hint };
    const valueHint = REPLACEMENTS.get(`${name}: ${value.trim().toLowerCase()}`);
    if (valueHint === undefined)
        return undefined;
    return { message: `The ${noun} "${name}" can no longer be "${value.trim()}".`, hint: valueHint };
}
/** Throws the UserError `INPUT_INVALID` if a step sets an input that was removed. */
function refuseRemovedInputs(env) {
    for (const key of REPLACEMENTS.keys()) {
        const [name = ''] = key.split(':');
        const value = env[(0,_input_readers_js__WEBPACK_IMPORTED_MODULE_1__/* .inputVariable */ .LO)(name)]?.trim() ?? '';
        const removed = value === '' ? undefined : removedInput('input', name, value);
        if (removed !== undefined)
            throw new _errors_js__WEBPACK_IMPORTED_MODULE_0__/* .UserError */ .yo('INPUT_INVALID', removed.message, { hint: removed.hint });
    }
}
/** Throws the same if a command line has an option that was removed. */
function refuseRemovedOptions(args) {
    for (const [index, arg] of args.entries()) {
        const [, name = '', value = args[index + 1] ?? ''] = /^--([a-z-]+)(?:=(.*))?$/s.exec(arg) ?? [];
        const removed = removedInput('option', name, value);
        if (removed !== undefined)
            throw new UserError('INPUT_INVALID', removed.message, { hint: removed.hint });
    }
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
/* harmony import */ var _reports_built_in_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(22178);
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
/** Two percent, and one stale address of a short list: the run says of each why it was not read. */
const WITHOUT_POLICY = { kind: 'percent', most: 2, always: 1 };
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
/** A number of mailboxes, or a percentage of the list. `auto`: an unread mailbox may violate a policy, so none with a policy. */
const maxUnreadable = {
    kind: 'number',
    show: maxUnreadableText,
    read: (input) => {
        if (input.text.toLowerCase() === 'auto') {
            return input.textOf('policy') === '' ? WITHOUT_POLICY : { kind: 'count', most: 0 };
        }
        const [, digits, percent] = /^(\d{1,9}(?:\.\d{1,6})?)\s*(%?)$/.exec(input.text) ?? [];
        const most = Number(digits);
        const hint = 'Use a number of mailboxes such as 10, a percentage of the list such as 2%, or "auto".';
        if (digits === undefined || (percent === '%' ? most > 100 : !Number.isInteger(most))) {
            throw invalid(input.name, input.text, hint);
        }
        return { kind: percent === '%' ? 'percent' : 'count', most };
    },
};
/** The input's notation: `10` or `2%`; of `auto`, what it allows. */
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

/***/ 75481:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  N0: () => (/* binding */ DEFAULT_ARTIFACT_NAME),
  mc: () => (/* binding */ INPUTS),
  HA: () => (/* binding */ defaultOf),
  Vc: () => (/* binding */ inputsOf)
});

// EXTERNAL MODULE: ./src/run/input-readers.ts
var input_readers = __webpack_require__(26464);
// EXTERNAL MODULE: ./src/auth/clouds.ts
var clouds = __webpack_require__(56910);
;// CONCATENATED MODULE: ./src/auth/assertion-options.ts
/** Whether there is an assertion, or something that should give one. */
function mayHaveAssertion(env, { assertionEnv, serviceConnection }) {
    const { SYSTEM_OIDCREQUESTURI, ACTIONS_ID_TOKEN_REQUEST_URL, AZURE_FEDERATED_TOKEN_FILE } = env;
    const sources = [SYSTEM_OIDCREQUESTURI, ACTIONS_ID_TOKEN_REQUEST_URL, AZURE_FEDERATED_TOKEN_FILE];
    return sources.some((value = '') => value !== '') || assertionEnv !== undefined || serviceConnection !== undefined;
}

// EXTERNAL MODULE: ./src/errors.ts
var errors = __webpack_require__(83916);
// EXTERNAL MODULE: ./src/json.ts
var json = __webpack_require__(8301);
// EXTERNAL MODULE: ./src/text/audience.ts
var audience = __webpack_require__(58217);
;// CONCATENATED MODULE: ./src/run/credential-readers.ts






/** The values of the input `credential`. */
const CREDENTIALS = ['auto', 'certificate', 'federated', 'managed-identity'];
const credentialName = (0,input_readers/* choice */.Yq)(CREDENTIALS);
/** With the inputs, and the options of the terminal program, that the credential consists of. */
const credential = {
    kind: 'text',
    choices: CREDENTIALS,
    show: ({ kind }) => kind,
    read: (input) => {
        const { textOf, env } = input;
        const variable = textOf('access-token-env');
        if (variable !== '')
            return { kind: 'access-token', variable, token: env[variable]?.trim() ?? '' };
        const name = credentialName.read(input);
        const kind = name === 'auto' ? offeredCredential(input) : name;
        if (kind === 'managed-identity')
            return { kind };
        if (kind === 'certificate') {
            return { kind, pfx: (0,input_readers/* required */.mw)('pfx', textOf('pfx')), pfxPassword: env[(0,input_readers/* inputVariable */.LO)('pfx-password')] ?? '' };
        }
        return { kind, audience: clouds/* clouds */.Pk[(0,input_readers/* cloudOf */.hH)(textOf('cloud'))].audience, ...assertionInputs(input) };
    },
};
function assertionInputs({ textOf }) {
    const [assertionEnv, serviceConnection] = ['assertion-env', 'service-connection'].map((name) => textOf(name) || undefined);
    return { assertionEnv, serviceConnection };
}
/**
 * What `auto` signs in with. Never a managed identity: on a runner in Azure, it may be one of another purpose. Throws a UserError if
 * there is nothing: `EMPTY` for a secret that is lost, `INPUT_MISSING` otherwise.
 */
function offeredCredential(input) {
    const { textOf, env } = input;
    if (textOf('pfx') !== '')
        return 'certificate';
    if ((env[(0,input_readers/* inputVariable */.LO)('pfx-password')] ?? '') !== '') {
        throw new errors/* UserError */.yo('EMPTY', `${(0,audience/* theInput */.y8)('pfx')} is empty, and ${(0,audience/* inputName */.yu)('pfx-password')} is set.`, {
            hint: (0,audience/* forReader */.ns)({
                workflow: 'Check the name of the secret with the PFX, and that the workflow can read it: runs of a fork or of Dependabot get no secrets.',
                terminal: 'Set --pfx to the PFX file.',
            }) + ` To sign in without a certificate, remove ${(0,audience/* inputName */.yu)('pfx-password')}.`,
        });
    }
    if (mayHaveAssertion(env, assertionInputs(input)))
        return 'federated';
    throw new errors/* UserError */.yo('INPUT_MISSING', 'There is no credential: "pfx" is empty, and this job has no OIDC token.', {
        hint: 'Use one of three. "federated": add "id-token: write" and "contents: read" to "permissions:" of the job (other CIs: ' +
            '--assertion-env, or AZURE_FEDERATED_TOKEN_FILE). "certificate": set "pfx" to the PFX file in base64, from a secret. ' +
            '"managed-identity": on a runner in Azure, set "credential" to it. Runs of a fork get neither a secret nor an OIDC token.',
    });
}
const DOMAIN = /^(?=.{4,253}$)(?:[a-z0-9](?:[a-z0-9-]*[a-z0-9])?\.)+[a-z][a-z0-9-]*[a-z0-9]$/i;
/** '' with a managed identity or a token from elsewhere, if the token decides. */
const tenantId = {
    kind: 'text',
    read: (input) => identifier(input, {
        accepts: (value) => (0,json/* isGuid */.W_)(value) || DOMAIN.test(value),
        wanted: 'an ID or a domain',
        hint: 'the Directory (tenant) ID or a verified domain such as contoso.onmicrosoft.com',
    }),
};
/** '' likewise: the system-assigned identity. */
const clientId = {
    kind: 'text',
    read: (input) => identifier(input, { accepts: json/* isGuid */.W_, wanted: 'an ID', hint: 'the Application (client) ID' }),
};
function identifier({ name, text, textOf }, { accepts, wanted, hint }) {
    const isOptional = textOf('access-token-env') !== '' || textOf('credential').toLowerCase() === 'managed-identity';
    if (isOptional) {
        if (text === '' || (0,json/* isGuid */.W_)(text))
            return text;
        throw (0,input_readers/* invalid */.Gq)(name, text, 'With this credential, use the ID, not a domain, or leave it empty.');
    }
    if (accepts((0,input_readers/* required */.mw)(name, text)))
        return text;
    throw new errors/* UserError */.yo('INPUT_INVALID', `${(0,audience/* theInput */.y8)(name)} is not ${wanted}.`, {
        hint: `Use ${hint}, as the overview page of your application in the Entra portal shows it.`,
    });
}

// EXTERNAL MODULE: ./src/http/secure-url.ts
var secure_url = __webpack_require__(28347);
;// CONCATENATED MODULE: ./src/run/endpoint-reader.ts




/** The members that the lines of the input `endpoints` replace. */
const ENDPOINT_MEMBERS = { authority: 'authorityHost', graph: 'graphUrl', exchange: 'exchangeUrl' };
/**
 * The URLs of the cloud, and those that replace them, without a trailing slash. Tokens are sent there, so only encrypted and loopback
 * URLs are allowed.
 */
const endpoints = {
    kind: 'list',
    show: ({ authorityHost, graphUrl, exchangeUrl }) => `authority=${authorityHost}, graph=${graphUrl}, exchange=${exchangeUrl}`,
    read: (input) => {
        const urls = { ...clouds/* clouds */.Pk[(0,input_readers/* cloudOf */.hH)(input.textOf('cloud'))] };
        const names = new Set();
        for (const line of input_readers/* lines */.Mn.read(input)) {
            const { name, url } = endpointIn(line, input.name);
            // Which of two decides where a token goes must not depend on their order.
            if (names.has(name))
                throw (0,input_readers/* invalid */.Gq)(input.name, name, `Remove one of the lines with "${name}=".`);
            names.add(name);
            urls[ENDPOINT_MEMBERS[name]] = url;
            if (name === 'exchange')
                urls.exchangeAudience = url;
        }
        const { authorityHost, graphUrl, exchangeUrl, exchangeAudience } = urls;
        return { authorityHost, graphUrl, exchangeUrl, exchangeAudience };
    },
};
/** The name and the URL of a line. Throws the UserError `INPUT_INVALID`. */
function endpointIn(line, input) {
    const [key = '', ...rest] = line.split('=').map((part) => part.trim());
    const value = rest.join('=');
    const form = `Use lines such as "graph=https://graph.microsoft.com", or leave it out and set ${(0,audience/* inputName */.yu)('cloud')}.`;
    const hint = `${form} The names are authority, graph and exchange.`;
    const name = ['authority', 'graph', 'exchange'].find((known) => known === key);
    // What is no name may be a URL, and a URL may contain a password.
    if (name === undefined)
        throw (0,input_readers/* invalid */.Gq)(input, /^[\w-]*$/.test(key) ? `${key}=` : 'a line without a name', hint);
    const url = URL.parse(value);
    // User information, queries and fragments are refused and not repeated: they may contain a password.
    if (url?.href !== `${url?.origin}${url?.pathname}`)
        throw (0,input_readers/* invalid */.Gq)(input, `${name}=${shownUrl(url, value)}`, form);
    if (!(0,secure_url/* isConfidential */.F)(url)) {
        throw (0,input_readers/* invalid */.Gq)(input, line, `Only https: is allowed, and http: for a loopback address. ${form}`);
    }
    return { name, url: url.href.replace(/\/+$/, '') };
}
/** A URL without a host has no origin: in `localhost:80`, `localhost` is the scheme. */
function shownUrl(url, value) {
    if (url === null)
        return value;
    return url.origin === 'null' ? 'a URL without https:' : url.origin;
}

;// CONCATENATED MODULE: ./src/run/inputs.ts



const DEFAULT_ARTIFACT_NAME = 'mailbox-report';
/** What the remediate action does. */
const MODES = ['plan', 'apply', 'undo'];
const TRUTHS = ['true', 'false'];
const MAX_CHANGES = 100_000;
/** A workflow run can be re-run for 30 days, and its artifacts are kept for at most 400. */
const MAX_AGE_HOURS = 9_600;
/** By name, in the order of action.yml; those that the report action lacks after them. */
const ROWS = {
    'tenant-id': {
        read: tenantId,
        actions: ['report', 'remediate'],
        about: 'Directory (tenant) ID or a verified domain',
        value: 'id',
        example: 'contoso.onmicrosoft.com',
        log: 'set',
    },
    'client-id': {
        read: clientId,
        actions: ['report', 'remediate'],
        about: 'Application (client) ID; managed-identity: of a user-assigned identity',
        value: 'id',
        example: '00000000-0000-0000-0000-000000000000',
        log: 'set',
    },
    credential: {
        read: credential,
        actions: ['report', 'remediate'],
        about: 'how the application signs in',
        page: 'setup.md',
        log: 'always',
    },
    pfx: { actions: ['report', 'remediate'], about: 'the PFX', value: 'file', secret: true, option: false },
    'pfx-password': {
        actions: ['report', 'remediate'],
        about: 'the password of the PFX',
        value: 'password',
        secret: true,
        option: false,
    },
    cloud: { read: input_readers/* cloudName */.BQ, actions: ['report', 'remediate'], about: 'the cloud of the tenant' },
    mailboxes: {
        read: input_readers/* mailboxes */.Tg,
        actions: ['report', 'validate', 'remediate'],
        about: 'all (every mailbox of the tenant), or mailbox lists, as paths or globs',
        value: 'all|file...',
        example: 'mailboxes.txt',
        page: 'setup.md#mailbox-list',
        log: 'set',
    },
    'address-column': {
        read: input_readers/* text */.Qq,
        actions: ['report', 'validate', 'remediate'],
        about: 'column or key of the address',
        value: 'name',
        example: 'UserPrincipalName',
    },
    'extra-columns': {
        read: input_readers/* entries */.jO,
        actions: ['report', 'validate', 'remediate'],
        about: 'columns of the list that every report carries',
        value: 'names',
        example: 'Department',
        page: 'setup.md#columns-of-the-list',
        log: 'set',
    },
    config: {
        actions: ['report', 'validate', 'merge'],
        about: 'file whose keys are inputs',
        value: 'file',
        page: 'terminal.md#one-file-for-both',
        refused: 'A file cannot name another one.',
    },
    report: {
        read: input_readers/* reportNames */.TT,
        actions: ['report', 'validate', 'merge', 'remediate'],
        default: 'mailbox-settings',
        defaultOf: { validate: '', merge: '', remediate: '' },
        about: 'reports, by name or file',
        value: 'name...',
        example: 'inbox-rules',
        page: 'reports.md',
        log: 'always',
    },
    policy: {
        read: input_readers/* text */.Qq,
        actions: ['report', 'validate', 'merge', 'remediate'],
        about: 'policy file',
        value: 'file',
        example: 'policy.yml',
        page: 'policy.md',
        log: 'set',
    },
    baseline: {
        read: input_readers/* baselineFile */._S,
        actions: ['report', 'validate', 'merge', 'remediate'],
        about: 'baseline.csv with known violations; needs a policy',
        value: 'file',
        example: 'baseline.csv',
        page: 'policy.md#baseline',
        log: 'set',
    },
    'fail-on': {
        read: (0,input_readers/* choice */.Yq)(input_readers/* FAIL_ON */.d$),
        actions: ['report', 'merge'],
        about: 'the violations that fail the run',
        page: 'policy.md#what-fails-the-step',
        log: 'always',
        with: 'policy',
        decides: true,
    },
    unlisted: {
        read: (0,input_readers/* choice */.Yq)(input_readers/* UNLISTED_MODES */.w7),
        actions: ['report'],
        about: 'mailboxes that the tenant has and the list lacks',
        page: 'setup.md#mailboxes-that-the-list-lacks',
        log: 'set',
        decides: true,
    },
    'internal-domains': {
        read: input_readers/* domains */.C5,
        actions: ['report', 'remediate'],
        about: 'internal domains, separated by commas',
        value: 'domains',
        example: 'contoso.com',
        page: 'reports.md#inbox-rules',
    },
    'max-unreadable': {
        read: input_readers/* maxUnreadable */.eh,
        actions: ['report', 'merge', 'remediate'],
        default: 'auto',
        defaultOf: { remediate: '0' },
        about: 'mailboxes that may be unreadable: a number, a percentage such as 2%, or auto (0 with a policy, else 2% and at least one)',
        value: 'number',
        example: '2%',
        log: 'always',
        decides: true,
    },
    compare: {
        read: input_readers/* earlierReport */.Zk,
        actions: ['report', 'merge'],
        default: 'auto',
        about: 'the earlier report: auto, required, off, or a folder or zip',
        value: 'report',
        page: 'compare.md',
        log: 'always',
    },
    'github-token': {
        read: input_readers/* text */.Qq,
        actions: ['report', 'validate', 'merge', 'remediate'],
        default: '${{ github.token }}',
        about: 'the token of the job',
        value: 'token',
        secret: true,
        option: false,
    },
    shard: {
        read: input_readers/* shardOf */.IS,
        actions: ['report'],
        about: 'read only this share of the list, for example 2/8, for merge',
        value: 'n/m',
        example: '2/8',
        page: 'limits.md#shards',
        log: 'set',
    },
    'artifact-name': {
        read: input_readers/* artifactName */.Cs,
        actions: ['report', 'validate', 'merge', 'remediate'],
        default: DEFAULT_ARTIFACT_NAME,
        defaultOf: { remediate: 'mailbox-remediation' },
        about: 'name of the workflow artifact',
        value: 'name',
        log: 'set',
        option: false,
    },
    'retention-days': {
        read: input_readers/* retentionDays */.Ol,
        actions: ['report', 'merge', 'remediate'],
        about: 'days to keep the artifact',
        value: 'number',
        option: false,
    },
    'output-directory': {
        read: input_readers/* text */.Qq,
        actions: ['report', 'merge', 'remediate'],
        about: 'folder for the files',
        value: 'folder',
        example: 'mailbox-report',
    },
    formats: {
        read: input_readers/* fileFormats */.DF,
        actions: ['report', 'merge'],
        default: 'html',
        about: 'files in addition to CSV: html, json, sarif, junit, separated by commas',
        value: 'formats',
        example: 'html,sarif',
        page: 'outputs.md',
    },
    csv: {
        read: input_readers/* csvFormat */.e2,
        actions: ['report', 'merge', 'remediate'],
        about: 'form of the CSV files: plain has no byte order mark',
        page: 'outputs.md#the-csv',
    },
    summary: {
        read: (0,input_readers/* choice */.Yq)(input_readers/* SUMMARIES */.Zj),
        actions: ['report', 'validate', 'merge', 'remediate'],
        about: 'the summary: counts names no mailbox',
    },
    endpoints: {
        read: endpoints,
        actions: ['report', 'remediate'],
        about: "URLs instead of the cloud's: authority=URL, graph=URL, exchange=URL",
        value: 'name=url...',
        log: 'always',
        refused: 'A committed file must not decide where tokens are sent. Set it as an input of the action, or as an option.',
    },
    'max-age': {
        read: (0,input_readers/* optional */.lq)((0,input_readers/* wholeNumber */.rD)(MAX_AGE_HOURS)),
        actions: ['merge'],
        about: 'hours that the shards may be apart',
        value: 'hours',
        page: 'limits.md#shards',
        log: 'set',
    },
    rehearse: {
        read: input_readers/* keptReport */.hn,
        actions: ['validate'],
        default: 'off',
        about: 'judge the rows of a report by the policy: auto (the newest artifact), off, or a folder or zip',
        value: 'report',
        page: 'policy.md#rehearsal',
        option: false,
    },
    'base-policy': {
        read: input_readers/* text */.Qq,
        actions: ['validate'],
        about: 'policy that a rehearsal compares with',
        value: 'file',
        page: 'policy.md#rehearsal',
        option: false,
    },
    'fail-on-rehearsal': {
        read: (0,input_readers/* choice */.Yq)(input_readers/* FAIL_ON_REHEARSAL */.ZD),
        actions: ['validate'],
        about: 'new: new violations of a rehearsal fail the step',
        page: 'policy.md#rehearsal',
        option: false,
    },
    mode: {
        read: (0,input_readers/* choice */.Yq)(MODES),
        actions: ['remediate'],
        about: 'what to do',
        page: 'remediation.md',
        log: 'always',
        option: false,
    },
    'plan-file': {
        read: input_readers/* text */.Qq,
        actions: ['remediate'],
        about: 'the approved plan.json, in this folder; of an undo, by default a new plan',
        value: 'file',
        log: 'set',
    },
    'plan-digest': {
        read: input_readers/* text */.Qq,
        actions: ['remediate'],
        about: 'digest of the approved plan, instead of a confirmation at the terminal',
        value: 'digest',
    },
    'undo-file': {
        read: input_readers/* text */.Qq,
        actions: ['remediate'],
        about: 'the undo.json of the apply that is changed back, in this folder, without list and policy',
        value: 'file',
        log: 'set',
    },
    restore: {
        read: input_readers/* text */.Qq,
        actions: ['remediate'],
        about: 'an earlier report, a folder or zip: bring the mailboxes back to it, also without a policy',
        value: 'report',
        page: 'remediation.md#8-restore',
        log: 'set',
    },
    only: {
        read: input_readers/* restoredParts */.XK,
        actions: ['remediate'],
        about: 'what to restore: rights, settings, rules, or several of them; all by default',
        value: 'parts...',
        page: 'remediation.md#8-restore',
        log: 'set',
        with: 'restore',
    },
    'auto-mapping': {
        read: (0,input_readers/* choice */.Yq)(TRUTHS),
        actions: ['remediate'],
        about: 'whether Full Access that is given back maps in Outlook, decided when the plan is made',
        page: 'remediation.md#7-undo',
        log: 'set',
    },
    'max-changes': {
        read: (0,input_readers/* optional */.lq)((0,input_readers/* wholeNumber */.rD)(MAX_CHANGES)),
        actions: ['remediate'],
        about: 'change nothing if there are more changes (50; of an undo, its entries)',
        value: 'number',
        log: 'set',
    },
    'max-failures': {
        read: (0,input_readers/* wholeNumber */.rD)(MAX_CHANGES),
        actions: ['remediate'],
        default: '5',
        about: 'stop after so many changes that failed or are not verified',
        value: 'number',
        log: 'always',
    },
    limit: {
        read: (0,input_readers/* optional */.lq)((0,input_readers/* wholeNumber */.rD)(MAX_CHANGES)),
        actions: ['remediate'],
        about: 'apply only the changes of so many mailboxes',
        value: 'mailboxes',
        log: 'set',
    },
};
const INPUTS = new Map(Object.entries(ROWS));
/** The inputs of an action, by name. */
function inputsOf(action) {
    return [...INPUTS].filter(([, { actions }]) => actions.includes(action));
}
/** What an input is if the step does not set it. */
function defaultOf({ default: defaultValue, defaultOf: actionDefaults, read }, action = 'report') {
    return actionDefaults?.[action] ?? defaultValue ?? read?.choices?.[0] ?? '';
}


/***/ }),

/***/ 66339:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   Ko: () => (/* binding */ readInputs),
/* harmony export */   Qq: () => (/* binding */ text),
/* harmony export */   _y: () => (/* binding */ secretInputs),
/* harmony export */   f5: () => (/* binding */ settingsOf),
/* harmony export */   gM: () => (/* binding */ readReportInputs)
/* harmony export */ });
/* unused harmony exports memberOf, readShard */
/* harmony import */ var _errors_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(83916);
/* harmony import */ var _former_names_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(31801);
/* harmony import */ var _input_readers_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(26464);
/* harmony import */ var _inputs_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(75481);
/* harmony import */ var _text_audience_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(58217);





// The inputs of a step as the runner passes them (`INPUT_TENANT-ID` and so on). `core.getInput` gives other messages, and has
// neither choices nor numbers.
/**
 * Reads the inputs of the report action as the runner passes them (`INPUT_TENANT-ID` and so on). Throws a UserError
 * `INPUT_MISSING`, `INPUT_INVALID` or `EMPTY` for the first invalid one.
 */
function readReportInputs(env, listRequired = true) {
    const inputs = readInputs(env, 'report');
    if (listRequired)
        (0,_input_readers_js__WEBPACK_IMPORTED_MODULE_2__/* .required */ .mw)('mailboxes', text(env, 'mailboxes'));
    return { ...inputs, ...inputs.endpoints };
}
/** Reads the inputs of an action, each by the reader of its row. Throws a UserError for the first invalid one. */
function readInputs(env, action) {
    (0,_former_names_js__WEBPACK_IMPORTED_MODULE_1__/* .refuseRemovedInputs */ ._b)(env);
    const values = {};
    for (const [name, { read }] of (0,_inputs_js__WEBPACK_IMPORTED_MODULE_3__/* .inputsOf */ .Vc)(action)) {
        if (read !== undefined)
            values[memberOf(name)] = read.read(givenInput(env, name, action));
    }
    if (hasAll(values, action))
        return values;
    throw new Error('an input was not read');
}
/** Each value is of the type that its reader returns, which the compiler does not follow through a loop. */
function hasAll(values, action) {
    return (0,_inputs_js__WEBPACK_IMPORTED_MODULE_3__/* .inputsOf */ .Vc)(action).every(([name, { read }]) => read === undefined || memberOf(name) in values);
}
/** The member of an input, and of an option: `maxUnreadable` of `max-unreadable`. */
function memberOf(name) {
    return name.replaceAll(/-([a-z])/g, (_, letter) => letter.toUpperCase());
}
/** What the log shows of the inputs of an action, by name. */
function settingsOf(inputs, action) {
    const values = new Map(Object.entries(inputs));
    const settings = {};
    for (const [name, row] of (0,_inputs_js__WEBPACK_IMPORTED_MODULE_3__/* .inputsOf */ .Vc)(action)) {
        const value = values.get(memberOf(name));
        const isIdle = row.with !== undefined && values.get(memberOf(row.with)) === undefined;
        if (row.log === undefined || isIdle)
            continue;
        const setting = row.read?.show?.(value) ?? plainText(value);
        if (setting !== (row.log === 'always' ? '' : (0,_inputs_js__WEBPACK_IMPORTED_MODULE_3__/* .defaultOf */ .HA)(row, action)))
            settings[name] = setting;
    }
    return settings;
}
function plainText(value) {
    if (Array.isArray(value))
        return value.join(', ');
    return typeof value === 'string' || typeof value === 'number' ? String(value) : '';
}
/** The share of the list that the input `shard` names. Throws the UserError `INPUT_INVALID`. */
function readShard(env) {
    return shardOf.read(givenInput(env, 'shard'));
}
function givenInput(env, name, action = 'report') {
    const textOf = (other) => {
        const row = _inputs_js__WEBPACK_IMPORTED_MODULE_3__/* .INPUTS */ .mc.get(other);
        const value = raw(env, other)?.trim();
        const isSet = value !== undefined && (value !== '' || row?.read?.blank === true);
        return isSet ? value : row === undefined || row.secret === true ? '' : (0,_inputs_js__WEBPACK_IMPORTED_MODULE_3__/* .defaultOf */ .HA)(row, action);
    };
    return { name, text: textOf(name), textOf, env };
}
/** The input without blanks around it, and without its default; undefined if it is empty. */
function text(env, name) {
    const value = raw(env, name)?.trim();
    return value === '' ? undefined : value;
}
/** With which CIs and hosts in Azure give tokens to the job. */
const SECRET_VARIABLES = ['ACTIONS_ID_TOKEN_REQUEST_TOKEN', 'SYSTEM_ACCESSTOKEN', 'IDENTITY_HEADER'];
/**
 * The secret inputs and variables, to mask before anything is checked or printed. Also each of their lines, since a log may show one
 * line of a PFX with line breaks.
 */
function secretInputs(env) {
    const variableNames = ['access-token-env', 'assertion-env'].map((name) => env[(0,_input_readers_js__WEBPACK_IMPORTED_MODULE_2__/* .inputVariable */ .LO)(name)]?.trim() ?? '');
    const variables = [...SECRET_VARIABLES, ...variableNames].map((name) => env[name]?.trim() ?? '');
    const inputs = [..._inputs_js__WEBPACK_IMPORTED_MODULE_3__/* .INPUTS */ .mc].filter(([, { secret }]) => secret).map(([name]) => raw(env, name) ?? '');
    const secrets = [...inputs, ...variables];
    const lines = secrets.flatMap((secret) => secret.split(/\r?\n/)).map((line) => line.trim());
    return [...new Set([...secrets, ...lines])].filter((secret) => secret.trim() !== '');
}
/** The input as it is. Throws the UserError `INPUT_INVALID` for a certificate or a key in an input that is not secret. */
function raw(env, name) {
    const value = env[(0,_input_readers_js__WEBPACK_IMPORTED_MODULE_2__/* .inputVariable */ .LO)(name)];
    // Errors, the log and the summary repeat values of all other inputs.
    if (_inputs_js__WEBPACK_IMPORTED_MODULE_3__/* .INPUTS */ .mc.get(name)?.secret !== true && value !== undefined && looksLikeKey(value))
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
    return new _errors_js__WEBPACK_IMPORTED_MODULE_0__/* .UserError */ .yo('INPUT_INVALID', `${(0,_text_audience_js__WEBPACK_IMPORTED_MODULE_4__/* .theInput */ .y8)(name)} contains a certificate or a key.`, {
        hint: (0,_text_audience_js__WEBPACK_IMPORTED_MODULE_4__/* .forReader */ .ns)({
            workflow: `Set "pfx" to the PFX file, from a secret, and "${name}" to the value that README describes. If the workflow file contains the key, replace the certificate.`,
            terminal: `Set --pfx to the PFX file, and --${name} to the value that --help describes.`,
        }),
    });
}


/***/ }),

/***/ 48210:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   G: () => (/* binding */ isPublicRepository),
/* harmony export */   R: () => (/* binding */ visibilityWarning)
/* harmony export */ });
/* harmony import */ var node_fs_promises__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(51455);
/* harmony import */ var node_fs_promises__WEBPACK_IMPORTED_MODULE_0___default = /*#__PURE__*/__webpack_require__.n(node_fs_promises__WEBPACK_IMPORTED_MODULE_0__);
/* harmony import */ var undici__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(46752);
/* harmony import */ var _http_secure_url_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(28347);
/* harmony import */ var _json_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(8301);
/* harmony import */ var _text_numbers_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(92613);





const TIMEOUT_MS = 5_000;
/**
 * Whether the workflow's repository is public: then everybody can see the summary, the annotations and the log of its runs,
 * and, with a GitHub account, the artifacts. The event that started the run contains the visibility, except for a schedule:
 * then a request to GitHub is sent without a token, since only public repositories are visible without one. False if unknown. Never rejects.
 */
async function isPublicRepository({ eventFile, apiUrl, serverUrl, repository }, { dispatcher, signal }) {
    const inEvent = (0,_json_js__WEBPACK_IMPORTED_MODULE_2__/* .property */ .MZ)((0,_json_js__WEBPACK_IMPORTED_MODULE_2__/* .jsonOrUndefined */ ._D)(await (0,node_fs_promises__WEBPACK_IMPORTED_MODULE_0__.readFile)(eventFile, 'utf8').catch(() => '')), 'repository');
    const visibility = (0,_json_js__WEBPACK_IMPORTED_MODULE_2__/* .property */ .MZ)(inEvent, 'visibility') ?? (0,_json_js__WEBPACK_IMPORTED_MODULE_2__/* .property */ .MZ)(inEvent, 'private');
    if (visibility !== undefined)
        return visibility === 'public' || visibility === false;
    if (!/^[\w.-]+\/[\w.-]+$/.test(repository))
        return false;
    const statusOf = async (method, address) => {
        const url = URL.parse(address);
        if (url === null || !(0,_http_secure_url_js__WEBPACK_IMPORTED_MODULE_3__/* .isConfidential */ .F)(url))
            return undefined;
        try {
            const { statusCode, body } = await (0,undici__WEBPACK_IMPORTED_MODULE_1__.request)(url, {
                method,
                dispatcher,
                headers: { 'user-agent': 'mailbox-report', accept: 'application/vnd.github+json, text/html' },
                signal: AbortSignal.any([signal, AbortSignal.timeout(TIMEOUT_MS)]),
            });
            await body.dump();
            return statusCode;
        }
        catch {
            return undefined;
        }
    };
    const status = await statusOf('GET', `${apiUrl}/repos/${repository}`);
    // The API limits anonymous requests by address, and hosted runners share theirs; the repository's web page does not.
    if (status !== 403 && status !== 429)
        return status === 200;
    return (await statusOf('HEAD', `${serverUrl}/${repository}`)) === 200;
}
/** Which parts of a run show mailboxes to everybody, and how to hide them; undefined if none does. */
function visibilityWarning({ summary, artifactName, }) {
    const isFull = summary === 'full';
    const uploads = artifactName !== undefined;
    if (!isFull && !uploads)
        return undefined;
    const places = [...(isFull ? ['the job summary', 'the annotations'] : []), ...(uploads ? ['the artifact'] : [])];
    const settings = [
        ...(isFull ? ['"summary" to "counts"'] : []),
        ...(uploads ? ['"artifact-name" to an empty text'] : []),
    ];
    return (`This repository is public: everybody can see ${(0,_text_numbers_js__WEBPACK_IMPORTED_MODULE_4__/* .listed */ .KE)(places, 'and')}, which ${isFull ? 'name' : 'names'} mailboxes. ` +
        `Set ${settings.join(' and ')} to hide them, or move the workflow to a private repository.`);
}


/***/ }),

/***/ 11072:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  a: () => (/* binding */ stepEnvironment)
});

// EXTERNAL MODULE: external "node:os"
var external_node_os_ = __webpack_require__(48161);
;// CONCATENATED MODULE: ./src/run/host.ts
/** The host that set these environment variables. */
function hostOf({ GITHUB_ACTIONS, TF_BUILD, GITLAB_CI }) {
    if (GITHUB_ACTIONS === 'true')
        return 'github';
    if (TF_BUILD?.toLowerCase() === 'true')
        return 'azure';
    return GITLAB_CI === 'true' ? 'gitlab' : 'other';
}

// EXTERNAL MODULE: external "node:path"
var external_node_path_ = __webpack_require__(76760);
var external_node_path_default = /*#__PURE__*/__webpack_require__.n(external_node_path_);
;// CONCATENATED MODULE: ./src/run/source-repository.ts

/** The repository that a host has checked out; undefined if there is none, or if it has no web pages that are known. */
function sourceRepository(host, env, workspace) {
    if (host === 'azure')
        return azureRepository(env, workspace);
    if (host === 'gitlab') {
        const { CI_PROJECT_PATH: name, CI_PROJECT_URL: url, CI_COMMIT_SHA: sha, CI_PROJECT_DIR: checkout } = env;
        return repositoryAt({ name, url, sha, checkout }, workspace, gitlabPages);
    }
    const { GITHUB_SERVER_URL: server = '', GITHUB_REPOSITORY: name, GITHUB_SHA: sha } = env;
    const url = `${server === '' ? 'https://github.com' : server}/${name}`;
    return repositoryAt({ name, url, sha, checkout: workspace }, workspace, githubPages);
}
/** A repository of Azure Repos, or one on GitHub, from which pipelines are built as well. */
function azureRepository(env, workspace) {
    const provider = env.BUILD_REPOSITORY_PROVIDER?.toLowerCase();
    const checkout = {
        name: env.BUILD_REPOSITORY_NAME,
        url: env.BUILD_REPOSITORY_URI,
        sha: env.BUILD_SOURCEVERSION,
        checkout: env.BUILD_REPOSITORY_LOCALPATH ?? env.BUILD_SOURCESDIRECTORY,
    };
    if (provider === 'tfsgit')
        return repositoryAt(checkout, workspace, azurePages);
    const isGitHub = provider === 'github' || provider === 'githubenterprise';
    return isGitHub ? repositoryAt(checkout, workspace, githubPages) : undefined;
}
const azurePages = (url, sha, file) => [
    `${url}/commit/${sha}`,
    `${url}?path=/${file}&version=GC${sha}&line={line}&lineEnd={line}&lineStartColumn=1&lineEndColumn=9999`,
];
/** As plain text: GitHub and GitLab show a CSV as a table, which has no lines. */
const githubPages = (url, sha, file) => [`${url}/commit/${sha}`, `${url}/blob/${sha}/${file}?plain=1#L{line}`];
const gitlabPages = (url, ...place) => githubPages(`${url}/-`, ...place);
function repositoryAt({ name = '', url: cloneUrl = '', sha = '', checkout }, workspace, pages) {
    const address = URL.parse(cloneUrl);
    if (name === '' || (address?.protocol !== 'https:' && address?.protocol !== 'http:'))
        return undefined;
    // The address of a clone has a user, and may end in .git.
    const url = `${address.origin}${address.pathname}`.replace(/(?:\.git)?\/*$/, '');
    if (!/^[0-9a-f]{7,64}$/i.test(sha))
        return { name, url, commit: undefined, lines: undefined };
    const folder = external_node_path_default().relative(checkout ?? '', workspace).replaceAll((external_node_path_default()).sep, '/');
    const isInside = checkout !== undefined && !external_node_path_default().isAbsolute(folder) && folder.split('/')[0] !== '..';
    const file = folder === '' ? '{path}' : `${folder.split('/').map(encodeURIComponent).join('/')}/{path}`;
    const [commit, lines] = pages(url, sha, file);
    return { name, url, commit: { sha, url: commit }, lines: isInside ? lines : undefined };
}

;// CONCATENATED MODULE: ./src/run/runner.ts



/** An empty variable is one that is not set. */
function runner_valueOf(env, name) {
    const value = env[name];
    return value === '' ? undefined : value;
}
/**
 * Reads the variables that the host sets. An unknown host has those of GitHub.
 * https://docs.github.com/actions/reference/workflows-and-actions/variables
 */
function stepEnvironment(env) {
    const host = hostOf(env);
    const { GITHUB_REPOSITORY: repository = '', GITHUB_RUN_ID: runId = '' } = env;
    const serverUrl = runner_valueOf(env, 'GITHUB_SERVER_URL') ?? 'https://github.com';
    const server = URL.parse(serverUrl)?.hostname.toLowerCase() ?? 'github.com';
    const workspace = runner_valueOf(env, 'GITHUB_WORKSPACE') ?? process.cwd();
    const step = {
        workspace,
        tempFolder: runner_valueOf(env, 'RUNNER_TEMP') ?? (0,external_node_os_.tmpdir)(),
        summaryFile: env.GITHUB_STEP_SUMMARY ?? '',
        artifactsFile: env.GITHUB_ARTIFACTS ?? '',
        eventFile: env.GITHUB_EVENT_PATH ?? '',
        isDebug: env.RUNNER_DEBUG === '1',
        serverUrl,
        isEnterpriseServer: server !== 'github.com' && !server.endsWith('.ghe.com') && !server.endsWith('.localhost'),
        apiUrl: env.GITHUB_API_URL ?? '',
        repository,
        commit: env.GITHUB_SHA ?? '',
        source: sourceRepository(host, env, workspace),
        runId,
        runUrl: repository === '' || runId === '' ? undefined : `${serverUrl}/${repository}/actions/runs/${runId}`,
        attempt: Number(runner_valueOf(env, 'GITHUB_RUN_ATTEMPT') ?? 1),
        actor: runner_valueOf(env, 'GITHUB_TRIGGERING_ACTOR') ?? env.GITHUB_ACTOR ?? '',
        runtimeToken: env.ACTIONS_RUNTIME_TOKEN ?? '',
        resultsUrl: env.ACTIONS_RESULTS_URL ?? '',
    };
    if (host === 'azure')
        return { ...step, ...azureStep(env) };
    return host === 'gitlab' ? { ...step, ...gitlabStep(env) } : step;
}
/** https://learn.microsoft.com/azure/devops/pipelines/build/variables */
function azureStep(env) {
    const { SYSTEM_COLLECTIONURI: collection = '', SYSTEM_TEAMPROJECT: project = '', BUILD_BUILDID: id = '' } = env;
    const run = `${collection}${encodeURIComponent(project)}/_build/results?buildId=${encodeURIComponent(id)}`;
    return {
        tempFolder: runner_valueOf(env, 'AGENT_TEMPDIRECTORY') ?? (0,external_node_os_.tmpdir)(),
        isDebug: env.SYSTEM_DEBUG?.toLowerCase() === 'true',
        repository: env.BUILD_REPOSITORY_NAME ?? '',
        commit: env.BUILD_SOURCEVERSION ?? '',
        runId: id,
        runUrl: collection === '' || project === '' || id === '' ? undefined : run,
        attempt: Number(runner_valueOf(env, 'SYSTEM_JOBATTEMPT') ?? 1),
        actor: env.BUILD_REQUESTEDFOR ?? '',
    };
}
/** https://docs.gitlab.com/ci/variables/predefined_variables/ A job that is retried is a new one, so each is the first attempt. */
function gitlabStep(env) {
    return {
        isDebug: env.CI_DEBUG_TRACE === 'true',
        repository: env.CI_PROJECT_PATH ?? '',
        commit: env.CI_COMMIT_SHA ?? '',
        runId: env.CI_PIPELINE_ID ?? '',
        runUrl: runner_valueOf(env, 'CI_PIPELINE_URL'),
        actor: env.GITLAB_USER_LOGIN ?? '',
    };
}


/***/ }),

/***/ 38639:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   G: () => (/* binding */ expectedText)
/* harmony export */ });
/* harmony import */ var _json_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(8301);
/* harmony import */ var _text_numbers_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(92613);
/* harmony import */ var _text_display_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(24745);
/* harmony import */ var _keywords_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(9131);




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
        return (0,_text_display_js__WEBPACK_IMPORTED_MODULE_1__/* .shortened */ .vI)(JSON.stringify(schema), LONGEST);
    return (0,_text_display_js__WEBPACK_IMPORTED_MODULE_1__/* .shortened */ .vI)(of === 'cells' && (0,_keywords_js__WEBPACK_IMPORTED_MODULE_0__/* .typeThatRefusesBlank */ .Tp)(schema) !== undefined ? `not blank, and ${words}` : words, LONGEST);
}
/** Undefined if there are no words for it. */
function phrase(schema) {
    if (typeof schema === 'boolean')
        return schema ? 'anything' : 'nothing';
    if (!(0,_json_js__WEBPACK_IMPORTED_MODULE_2__/* .isObject */ .Gv)(schema))
        return undefined;
    const phrases = [];
    for (const [keyword, value] of Object.entries(schema)) {
        if (_keywords_js__WEBPACK_IMPORTED_MODULE_0__/* .ANNOTATIONS */ .BC.has(keyword) || (keyword === 'type' && isImplied(value, schema)))
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
            return Array.isArray(value) && value.length > 0 ? (0,_text_numbers_js__WEBPACK_IMPORTED_MODULE_3__/* .listed */ .KE)(value.map(valueText), 'or') : undefined;
        case 'not':
            return negated(value);
        case 'anyOf':
            return alternatives(value);
        case 'type':
            return typePhrase(value);
        case 'items':
            return within(value, (words) => `only ${words}`);
        case 'contains':
            return within(value, (words) => `${words} among others`);
        default:
            if (typeof value === 'number')
                return BOUNDS.get(keyword)?.(value);
            return typeof value === 'string' ? OF_TEXT.get(keyword)?.(value) : undefined;
    }
}
const OF_TEXT = new Map([
    ['pattern', (pattern) => `text that matches /${pattern}/`],
    ['format', (format) => `text in the format ${format}`],
    ['formatMinimum', (limit) => `at or after ${limit}`],
    ['formatMaximum', (limit) => `at or before ${limit}`],
    ['formatExclusiveMinimum', (limit) => `after ${limit}`],
    ['formatExclusiveMaximum', (limit) => `before ${limit}`],
]);
const BOUNDS = new Map([
    ['minimum', (bound) => `at least ${bound}`],
    ['maximum', (bound) => `at most ${bound}`],
    ['exclusiveMinimum', (bound) => `more than ${bound}`],
    ['exclusiveMaximum', (bound) => `less than ${bound}`],
    ['multipleOf', (bound) => `a multiple of ${bound}`],
    ['minLength', (bound) => `at least ${(0,_text_numbers_js__WEBPACK_IMPORTED_MODULE_3__/* .counted */ .hS)(bound, 'character', 'characters')}`],
    ['maxLength', (bound) => `at most ${(0,_text_numbers_js__WEBPACK_IMPORTED_MODULE_3__/* .counted */ .hS)(bound, 'character', 'characters')}`],
    ['minItems', (bound) => `at least ${(0,_text_numbers_js__WEBPACK_IMPORTED_MODULE_3__/* .counted */ .hS)(bound, 'entry', 'entries')}`],
    ['maxItems', (bound) => (bound === 0 ? 'no entry' : `at most ${(0,_text_numbers_js__WEBPACK_IMPORTED_MODULE_3__/* .counted */ .hS)(bound, 'entry', 'entries')}`)],
]);
function negated(schema) {
    if (!(0,_json_js__WEBPACK_IMPORTED_MODULE_2__/* .isObject */ .Gv)(schema))
        return undefined;
    const { enum: values, ...others } = schema;
    if (Array.isArray(values) && values.length > 1 && Object.keys(others).length === 0) {
        return `neither ${(0,_text_numbers_js__WEBPACK_IMPORTED_MODULE_3__/* .listed */ .KE)(values.map(valueText), 'nor')}`;
    }
    return within(schema, (words) => `not ${words}`);
}
/** Words around those of a schema with a single phrase. With several phrases it would be ambiguous which are meant. */
function within(schema, around) {
    if (!(0,_json_js__WEBPACK_IMPORTED_MODULE_2__/* .isObject */ .Gv)(schema))
        return undefined;
    const keywords = Object.keys(schema).filter((keyword) => !_keywords_js__WEBPACK_IMPORTED_MODULE_0__/* .ANNOTATIONS */ .BC.has(keyword) && keyword !== 'type');
    const words = phrase(schema);
    return keywords.length > 1 || words === undefined ? undefined : around(words);
}
function alternatives(schemas) {
    return Array.isArray(schemas) ? joined(schemas.map((schema) => within(schema, (words) => words))) : undefined;
}
function typePhrase(type) {
    return joined((Array.isArray(type) ? type : [type]).map((name) => TYPES.get(name)));
}
/** Undefined if there is no phrase, or no words for one of them. */
function joined(phrases) {
    return phrases.length === 0 || phrases.includes(undefined) ? undefined : phrases.join(' or ');
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

/***/ 9131:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   $Z: () => (/* binding */ UNSUPPORTED_KEYWORDS),
/* harmony export */   $c: () => (/* binding */ TYPES_OF_KEYWORDS),
/* harmony export */   BC: () => (/* binding */ ANNOTATIONS),
/* harmony export */   TY: () => (/* binding */ mapSubschemas),
/* harmony export */   Tp: () => (/* binding */ typeThatRefusesBlank),
/* harmony export */   d6: () => (/* binding */ KEYWORDS),
/* harmony export */   pz: () => (/* binding */ KEYWORD_SYNONYMS)
/* harmony export */ });
/* harmony import */ var _json_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(8301);

/** Keywords whose value is a schema. https://json-schema.org/draft/2020-12/json-schema-core#section-10 */
const SCHEMA_KEYWORDS = new Set([
    'not',
    'if',
    'then',
    'else',
    'items',
    'contains',
    'additionalProperties',
    'propertyNames',
    'unevaluatedItems',
    'unevaluatedProperties',
    'contentSchema',
]);
/** Keywords whose value is a list of schemas. */
const SCHEMA_LIST_KEYWORDS = new Set(['allOf', 'anyOf', 'oneOf', 'prefixItems']);
/** Keywords whose value maps names to schemas. */
const SCHEMA_MAP_KEYWORDS = new Set(['properties', 'patternProperties', 'dependentSchemas']);
/** The keywords that are about values of one JSON type. Values of other types meet them. */
const KEYWORDS_OF_TYPES = [
    ['string', ['pattern', 'format', 'minLength', 'maxLength']],
    ['string', ['formatMinimum', 'formatMaximum', 'formatExclusiveMinimum', 'formatExclusiveMaximum']],
    ['number', ['multipleOf', 'minimum', 'maximum', 'exclusiveMinimum', 'exclusiveMaximum']],
    ['array', ['items', 'prefixItems', 'contains', 'minItems', 'maxItems', 'minContains', 'maxContains']],
    ['array', ['uniqueItems', 'unevaluatedItems']],
    ['object', ['properties', 'patternProperties', 'additionalProperties', 'unevaluatedProperties', 'propertyNames']],
    ['object', ['minProperties', 'maxProperties', 'required', 'dependentRequired', 'dependentSchemas']],
];
/** The JSON type that a keyword is about. Other keywords are about values of any type. */
const TYPES_OF_KEYWORDS = new Map(KEYWORDS_OF_TYPES.flatMap(([type, keywords]) => keywords.map((keyword) => [keyword, type])));
/** Keywords that check nothing. */
const ANNOTATIONS = new Set([
    'title',
    'description',
    '$comment',
    'default',
    'examples',
    'deprecated',
    'readOnly',
    'writeOnly',
    'contentEncoding',
    'contentMediaType',
    'contentSchema',
]);
/** The keywords of draft 2020-12 except references, and the limits of dates that ajv-formats adds. */
const KEYWORDS = [
    'type',
    'const',
    'enum',
    'not',
    'if',
    'then',
    'else',
    'allOf',
    'anyOf',
    'oneOf',
    ...TYPES_OF_KEYWORDS.keys(),
    ...ANNOTATIONS,
];
const NO_REFERENCES = 'References are not supported. Write the schema out.';
const ONE_DRAFT = 'Remove it: schemas are of draft 2020-12.';
/** What to do about a keyword of JSON Schema that is not supported. */
const UNSUPPORTED_KEYWORDS = new Map([
    ['$ref', NO_REFERENCES],
    ['$dynamicRef', NO_REFERENCES],
    ['$id', NO_REFERENCES],
    ['id', NO_REFERENCES],
    ['$anchor', NO_REFERENCES],
    ['$dynamicAnchor', NO_REFERENCES],
    ['$defs', NO_REFERENCES],
    ['definitions', NO_REFERENCES],
    ['$schema', ONE_DRAFT],
    ['$vocabulary', ONE_DRAFT],
    ['dependencies', 'Use dependentRequired or dependentSchemas.'],
    ['additionalItems', 'Use prefixItems and items.'],
    ['nullable', 'Add "null" to the list under "type".'],
]);
/** Words of other languages for keywords. */
const KEYWORD_SYNONYMS = new Map([
    ['equals', 'const'],
    ['equal', 'const'],
    ['eq', 'const'],
    ['is', 'const'],
    ['value', 'const'],
    ['in', 'enum'],
    ['values', 'enum'],
    ['regex', 'pattern'],
    ['regexp', 'pattern'],
    ['match', 'pattern'],
    ['matches', 'pattern'],
    ['min', 'minimum'],
    ['max', 'maximum'],
]);
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
            return [keyword, value.map((inside, index) => replace(inside, keyword, index))];
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
    const types = keywords.map((keyword) => TYPES_OF_KEYWORDS.get(keyword));
    return types.includes(undefined) ? undefined : types[0];
}


/***/ }),

/***/ 26131:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   g1: () => (/* binding */ downloadRows),
/* harmony export */   t3: () => (/* binding */ reportFolder),
/* harmony export */   wH: () => (/* binding */ unreadableReport)
/* harmony export */ });
/* harmony import */ var node_fs__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(73024);
/* harmony import */ var node_fs__WEBPACK_IMPORTED_MODULE_0___default = /*#__PURE__*/__webpack_require__.n(node_fs__WEBPACK_IMPORTED_MODULE_0__);
/* harmony import */ var node_fs_promises__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(51455);
/* harmony import */ var node_fs_promises__WEBPACK_IMPORTED_MODULE_1___default = /*#__PURE__*/__webpack_require__.n(node_fs_promises__WEBPACK_IMPORTED_MODULE_1__);
/* harmony import */ var node_path__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(76760);
/* harmony import */ var node_path__WEBPACK_IMPORTED_MODULE_2___default = /*#__PURE__*/__webpack_require__.n(node_path__WEBPACK_IMPORTED_MODULE_2__);
/* harmony import */ var node_stream__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(57075);
/* harmony import */ var node_stream__WEBPACK_IMPORTED_MODULE_3___default = /*#__PURE__*/__webpack_require__.n(node_stream__WEBPACK_IMPORTED_MODULE_3__);
/* harmony import */ var node_stream_promises__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(46466);
/* harmony import */ var node_stream_promises__WEBPACK_IMPORTED_MODULE_4___default = /*#__PURE__*/__webpack_require__.n(node_stream_promises__WEBPACK_IMPORTED_MODULE_4__);
/* harmony import */ var node_zlib__WEBPACK_IMPORTED_MODULE_5__ = __webpack_require__(38522);
/* harmony import */ var node_zlib__WEBPACK_IMPORTED_MODULE_5___default = /*#__PURE__*/__webpack_require__.n(node_zlib__WEBPACK_IMPORTED_MODULE_5__);
/* harmony import */ var _errors_js__WEBPACK_IMPORTED_MODULE_6__ = __webpack_require__(83916);
/* harmony import */ var _run_artifact_client_js__WEBPACK_IMPORTED_MODULE_7__ = __webpack_require__(98651);
/* harmony import */ var _rows_file_js__WEBPACK_IMPORTED_MODULE_8__ = __webpack_require__(35923);
/* harmony import */ var _rows_reader_js__WEBPACK_IMPORTED_MODULE_9__ = __webpack_require__(17838);










/** Entries of an archive, of whatever name. */
const MAX_ENTRIES = 1_000;
/** Bytes of an archive. */
const MAX_ARCHIVE_BYTES = 1024 ** 3;
/**
 * The folder with the files of a report: a folder, or a zip, of which the files with the given names are extracted into
 * `temp`. Rejects with an `UnusableRows` if there is no rows file in it.
 *
 * @param temp an empty folder
 * @param names further plain file names
 */
async function reportFolder(place, temp, names = []) {
    const stats = await (0,node_fs_promises__WEBPACK_IMPORTED_MODULE_1__.stat)(place);
    const isFolder = stats.isDirectory();
    // Opening a pipe waits for a writer.
    if (!isFolder && !stats.isFile())
        throw new _rows_reader_js__WEBPACK_IMPORTED_MODULE_9__/* .UnusableRows */ .dj('It is neither a folder nor a regular file.');
    if (!isFolder)
        await extractFiles(place, temp, [_rows_file_js__WEBPACK_IMPORTED_MODULE_8__/* .ROWS_FILE */ .ZX, ...names]);
    const folder = isFolder ? place : temp;
    if (await isFile(node_path__WEBPACK_IMPORTED_MODULE_2___default().join(folder, _rows_file_js__WEBPACK_IMPORTED_MODULE_8__/* .ROWS_FILE */ .ZX)))
        return folder;
    throw new _rows_reader_js__WEBPACK_IMPORTED_MODULE_9__/* .UnusableRows */ .dj(`It has no ${_rows_file_js__WEBPACK_IMPORTED_MODULE_8__/* .ROWS_FILE */ .ZX}. Artifacts of runs of this version of Mailbox Report and later have one.`);
}
/** The UserError `REPORT_UNREADABLE` for a report that a path names. `cause`: why it cannot be opened or read. */
function unreadableReport(place, cause, hint = 'Download the artifact of a run, and name its zip or the folder with its files.') {
    const reason = (0,_errors_js__WEBPACK_IMPORTED_MODULE_6__/* .systemErrorCode */ .vq)(cause) === 'ENOENT'
        ? 'There is no such file or folder.'
        : cause instanceof _rows_reader_js__WEBPACK_IMPORTED_MODULE_9__/* .UnusableRows */ .dj
            ? cause.message
            : `${(0,_errors_js__WEBPACK_IMPORTED_MODULE_6__/* .describeError */ .Uc)(cause)}.`;
    return new _errors_js__WEBPACK_IMPORTED_MODULE_6__/* .UserError */ .yo('REPORT_UNREADABLE', `The report ${place} cannot be used. ${reason}`, { hint, cause });
}
async function isFile(file) {
    try {
        return (await (0,node_fs_promises__WEBPACK_IMPORTED_MODULE_1__.stat)(file)).isFile();
    }
    catch (error) {
        if ((0,_errors_js__WEBPACK_IMPORTED_MODULE_6__/* .systemErrorCode */ .vq)(error) === 'ENOENT')
            return false;
        throw error;
    }
}
/**
 * Downloads an artifact and returns the folder with its rows file. Rejects with an `UnusableRows` if that is not possible, or
 * the archive differs from the one that was uploaded.
 *
 * @param temp an empty folder
 * @param findBy the run of the artifact, if it is another one
 */
async function downloadRows(loadClient, { id, size, digest }, signal, temp, findBy) {
    if (!(size <= MAX_ARCHIVE_BYTES))
        throw new _rows_reader_js__WEBPACK_IMPORTED_MODULE_9__/* .UnusableRows */ .dj('Its archive exceeds 1 GiB.');
    const folder = node_path__WEBPACK_IMPORTED_MODULE_2___default().join(temp, 'archive');
    try {
        await (0,node_fs_promises__WEBPACK_IMPORTED_MODULE_1__.mkdir)(folder);
        const client = await loadClient();
        const options = digest === undefined ? {} : { expectedHash: digest };
        const run = findBy === undefined ? {} : { findBy };
        const { digestMismatch } = await (0,_run_artifact_client_js__WEBPACK_IMPORTED_MODULE_7__/* .unlessAborted */ .Wh)(signal, () => client.downloadArtifact(id, { path: folder, skipDecompress: true, ...options, ...run }));
        if (digest !== undefined && digestMismatch !== false) {
            throw new _rows_reader_js__WEBPACK_IMPORTED_MODULE_9__/* .UnusableRows */ .dj('Its archive does not have the digest that GitHub gives.');
        }
        const [archive, ...others] = await (0,node_fs_promises__WEBPACK_IMPORTED_MODULE_1__.readdir)(folder);
        if (archive === undefined || others.length > 0)
            throw new _rows_reader_js__WEBPACK_IMPORTED_MODULE_9__/* .UnusableRows */ .dj('It is not one archive.');
        return await reportFolder(node_path__WEBPACK_IMPORTED_MODULE_2___default().join(folder, archive), temp);
    }
    catch (error) {
        if (error instanceof _rows_reader_js__WEBPACK_IMPORTED_MODULE_9__/* .UnusableRows */ .dj)
            throw error;
        throw new _rows_reader_js__WEBPACK_IMPORTED_MODULE_9__/* .UnusableRows */ .dj(`It cannot be downloaded: ${(0,_errors_js__WEBPACK_IMPORTED_MODULE_6__/* .describeError */ .Uc)(error)}.`);
    }
}
/**
 * Extracts the files with the given names from a zip into a folder, and nothing else: other names and folders in the
 * archive are ignored. Rejects with an `UnusableRows` if it is no zip, is damaged, or exceeds a limit.
 */
async function extractFiles(zip, folder, names) {
    // Loaded only by runs that have an archive. Bundled CommonJS has no other export than the default one.
    const { default: yauzl } = await __webpack_require__.e(/* import() */ 663).then(__webpack_require__.t.bind(__webpack_require__, 20663, 19));
    try {
        const archive = await yauzl.openPromise(zip, { autoClose: false });
        try {
            if (archive.entryCount > MAX_ENTRIES)
                throw new _rows_reader_js__WEBPACK_IMPORTED_MODULE_9__/* .UnusableRows */ .dj(`The archive has more than ${MAX_ENTRIES} files.`);
            const extracted = new Set();
            for await (const entry of archive.eachEntry()) {
                const { fileName } = entry;
                if (!names.includes(fileName))
                    continue;
                if (extracted.has(fileName))
                    throw new _rows_reader_js__WEBPACK_IMPORTED_MODULE_9__/* .UnusableRows */ .dj(`The archive has ${fileName} twice.`);
                extracted.add(fileName);
                const content = await archive.openReadStreamPromise(entry);
                const file = (0,node_fs__WEBPACK_IMPORTED_MODULE_0__.createWriteStream)(node_path__WEBPACK_IMPORTED_MODULE_2___default().join(folder, fileName), { flags: 'wx' });
                await (0,node_stream_promises__WEBPACK_IMPORTED_MODULE_4__.pipeline)(content, new CheckedContent(entry.crc32), file);
            }
        }
        finally {
            archive.close();
        }
    }
    catch (thrown) {
        const error = (0,_rows_reader_js__WEBPACK_IMPORTED_MODULE_9__/* .unpackingError */ .Z)(thrown);
        throw error instanceof _rows_reader_js__WEBPACK_IMPORTED_MODULE_9__/* .UnusableRows */ .dj
            ? error
            : new _rows_reader_js__WEBPACK_IMPORTED_MODULE_9__/* .UnusableRows */ .dj(`The archive cannot be read: ${(0,_errors_js__WEBPACK_IMPORTED_MODULE_6__/* .describeError */ .Uc)(error)}.`);
    }
}
/** Passes the content of a file on, and fails if it exceeds 16 GiB or has another checksum. */
class CheckedContent extends node_stream__WEBPACK_IMPORTED_MODULE_3__.Transform {
    #expected;
    #bytes = 0;
    #checksum = 0;
    constructor(checksum) {
        super();
        this.#expected = checksum;
    }
    _transform(chunk, _, done) {
        this.#bytes += chunk.length;
        this.#checksum = (0,node_zlib__WEBPACK_IMPORTED_MODULE_5__.crc32)(chunk, this.#checksum);
        if (this.#bytes > _rows_file_js__WEBPACK_IMPORTED_MODULE_8__/* .MAX_FILE_BYTES */ .gZ)
            done(new _rows_reader_js__WEBPACK_IMPORTED_MODULE_9__/* .UnusableRows */ .dj('A file in the archive exceeds 16 GiB.'));
        else
            done(null, chunk);
    }
    _flush(done) {
        done(this.#checksum === this.#expected ? null : new _rows_reader_js__WEBPACK_IMPORTED_MODULE_9__/* .UnusableRows */ .dj('The archive is damaged.'));
    }
}


/***/ }),

/***/ 35923:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   FV: () => (/* binding */ rowsReports),
/* harmony export */   GE: () => (/* binding */ storedReport),
/* harmony export */   Oc: () => (/* binding */ MAX_LINE_BYTES),
/* harmony export */   Pz: () => (/* binding */ storedViolation),
/* harmony export */   Sk: () => (/* binding */ endLine),
/* harmony export */   Y7: () => (/* binding */ failedMailbox),
/* harmony export */   ZX: () => (/* binding */ ROWS_FILE),
/* harmony export */   gZ: () => (/* binding */ MAX_FILE_BYTES),
/* harmony export */   iH: () => (/* binding */ headerLine),
/* harmony export */   o4: () => (/* binding */ storedMailbox),
/* harmony export */   ol: () => (/* binding */ digestOf),
/* harmony export */   p1: () => (/* binding */ policyDigest),
/* harmony export */   tO: () => (/* binding */ mailboxLine),
/* harmony export */   tR: () => (/* binding */ historyAfter),
/* harmony export */   th: () => (/* binding */ rowsRules),
/* harmony export */   uo: () => (/* binding */ definitionDigest),
/* harmony export */   xG: () => (/* binding */ rowsHeader)
/* harmony export */ });
/* harmony import */ var node_crypto__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(77598);
/* harmony import */ var node_crypto__WEBPACK_IMPORTED_MODULE_0___default = /*#__PURE__*/__webpack_require__.n(node_crypto__WEBPACK_IMPORTED_MODULE_0__);
/* harmony import */ var _policy_verdict_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(75187);
/* harmony import */ var _reports_row_identity_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(53894);
/* harmony import */ var _reports_rows_js__WEBPACK_IMPORTED_MODULE_5__ = __webpack_require__(758);
/* harmony import */ var _text_display_js__WEBPACK_IMPORTED_MODULE_6__ = __webpack_require__(24745);
/* harmony import */ var _version_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(311);
/* harmony import */ var _rows_shape_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(40136);
/**
 * `rows.ndjson.gz`, the stored form of a result: a line of JSON about the run, a line for each mailbox in list order, and a
 * line of counts, without which the file is incomplete. This is the writing side; `rows-reader.ts` is the other.
 */







const ROWS_FILE = 'rows.ndjson.gz';
const MAX_WARNINGS = 100;
const MAX_TEXT = 2_000;
/** Runs whose counts a file carries. */
const MAX_HISTORY = 30;
/** Bytes of the line of a mailbox. */
const MAX_LINE_BYTES = 1024 ** 2;
/** Bytes of a file, unpacked: 1,000,000 mailboxes have some 4 GiB. */
const MAX_FILE_BYTES = 16 * 1024 ** 3;
/** The first line of a run's file. */
function rowsHeader({ step, started, reports, policy, list, shard, positions, history = [], ...origin }) {
    const { tenant, cloud, shown, certificate } = origin;
    return {
        productVersion: _version_js__WEBPACK_IMPORTED_MODULE_3__/* .VERSION */ .xv,
        tenant,
        cloud,
        shown,
        certificate,
        list,
        shard,
        positions,
        history,
        run: { id: step.runId, attempt: step.attempt, url: step.runUrl, started: new Date(started) },
        policy: policy && policyDigest(policy),
        rules: policy && rowsRules(policy),
        reports: rowsReports(reports),
    };
}
/** What a rows file says about the rules of a policy. */
function rowsRules({ rules }) {
    return rules.map(({ id, report }) => ({ id, report }));
}
/** The history of a run that follows an earlier one. */
function historyAfter({ run: { url, started }, history }, { counts }) {
    return [...history, { url, started, counts }].slice(-MAX_HISTORY);
}
/** What a rows file says about the reports of a run. */
function rowsReports(definitions) {
    return definitions.map((definition) => ({
        name: definition.name,
        digest: definitionDigest(definition),
        columns: Object.keys(definition.columns),
        manyRows: definition.rows !== undefined,
        item: (0,_reports_row_identity_js__WEBPACK_IMPORTED_MODULE_2__/* .itemColumns */ .P1)(definition),
        ignored: definition.compare?.ignore ?? [],
        limits: definition.compare?.limits ?? {},
    }));
}
/**
 * SHA-256, in hex, of everything in a definition that decides cells. The unit, sentences, highlights, corrections, audit records,
 * identities, views, columns of the list and places of a report file do not.
 */
function definitionDigest(definition) {
    return digestOf({
        ...definition,
        unit: undefined,
        sentences: undefined,
        highlights: undefined,
        counts: undefined,
        namesOf: undefined,
        inView: undefined,
        corrects: undefined,
        manual: undefined,
        auditLog: undefined,
        removal: undefined,
        identity: undefined,
        listColumns: undefined,
        places: undefined,
    });
}
/** SHA-256, in hex, of the rules and exemptions of a policy, wherever they are in its file. */
function policyDigest({ rules, exemptions }) {
    return digestOf({ rules, exemptions }, (key, value) => (key === 'place' ? undefined : value));
}
/** SHA-256, in hex, of the JSON of a value. */
function digestOf(value, replacer) {
    return (0,node_crypto__WEBPACK_IMPORTED_MODULE_0__.hash)('sha256', JSON.stringify(value, replacer));
}
/** The first line. */
function headerLine({ run, list, certificate, shard, positions, ...header }) {
    const { productVersion, tenant, cloud, shown, policy, rules, reports, history } = header;
    return lineOf({
        format: _rows_shape_js__WEBPACK_IMPORTED_MODULE_4__/* .ROWS_FORMAT */ .I2,
        version: _rows_shape_js__WEBPACK_IMPORTED_MODULE_4__/* .ROWS_VERSION */ .vi,
        productVersion,
        tenant,
        cloud,
        shown,
        run,
        policy,
        rules,
        shard,
        positions,
        reports,
        history: history.length === 0 ? undefined : history,
        certificate: certificate && { expires: certificate.notAfter, thumbprint: certificate.thumbprint },
        list: {
            files: list.files,
            columns: list.columns.length === 0 ? undefined : list.columns,
            mailboxes: storedMailboxes(list),
            listed: list.listed,
            duplicateCount: list.duplicateCount,
            duplicates: list.duplicates.map(({ mailbox, firstAt }) => ({
                mailbox: storedPlace(mailbox),
                firstAt: storedPlace(firstAt),
            })),
        },
    });
}
/** The mailboxes, in list order: an entry for each part that is of one file. */
function storedMailboxes({ mailboxes }) {
    const parts = [];
    for (const { address, file, line } of mailboxes) {
        const last = parts.at(-1);
        const part = last?.file === file ? last : { file, addresses: [], lines: [] };
        if (part !== last)
            parts.push(part);
        part.addresses.push(address);
        part.lines.push(line);
    }
    return parts;
}
function storedPlace({ address, file, line }) {
    return { address, file, line };
}
/** What is stored of a mailbox. The JSON report has the same, with names instead of positions. */
function storedMailbox({ mailbox, reports }) {
    return { address: mailbox.address, columns: mailbox.columns, reports: reports.map(storedReport) };
}
function storedReport({ rows, verdict }) {
    const { status, error } = (0,_reports_rows_js__WEBPACK_IMPORTED_MODULE_5__/* .unreadableRow */ .Oj)(rows) ?? rows[0];
    return {
        status,
        error,
        rows: rows.filter(({ content }) => content === 'item'),
        violations: (0,_policy_verdict_js__WEBPACK_IMPORTED_MODULE_1__/* .findingsIn */ ._0)(verdict).map(storedViolation),
    };
}
function storedViolation({ rule, verdict, item, rowDigest: row, column, found, since, }) {
    return { rule: rule.id, verdict, item, row, column, found, since };
}
/** A mailbox without its rows, and without the columns of the list, which may be what is too long. */
function failedMailbox({ address, reports }, error) {
    return { address, reports: reports.map(() => ({ status: 'failed', error, rows: [], violations: [] })) };
}
/** The line of a mailbox. What is blank or empty is left out. */
function mailboxLine({ address, columns, reports }) {
    const text = objectText({
        mailbox: JSON.stringify(address),
        columns: columns && JSON.stringify(columns),
        reports: listText(reports.map(reportText)),
    });
    return `${text}\n`;
}
function reportText({ status, error, rows, violations }) {
    return objectText({
        status: JSON.stringify(status),
        error: error === '' ? undefined : JSON.stringify(error),
        rows: rows.length === 0 ? undefined : listText(rows.map(rowText)),
        violations: violations.length === 0 ? undefined : JSON.stringify(violations),
    });
}
function rowText({ cells, incomplete, notApplicable, status, error, id, identity }) {
    const isOk = status === 'ok';
    return objectText({
        cells: cellsText(cells),
        unknown: incomplete && JSON.stringify([...incomplete]),
        notApplicable: notApplicable && JSON.stringify([...notApplicable]),
        status: isOk ? undefined : JSON.stringify(status),
        error: isOk ? undefined : JSON.stringify(error),
        id: id === undefined ? undefined : JSON.stringify(id),
        identity: identity && JSON.stringify(identity),
    });
}
/** Cells of earlier rows with a long list. */
const CELLS_WITH_LISTS = new WeakMap();
const LONG_LIST = 20;
/** Mailboxes share the cells of long lists, such as those of applications. */
function cellsText(cells) {
    const known = CELLS_WITH_LISTS.get(cells);
    if (known !== undefined)
        return known;
    const text = JSON.stringify(cells);
    if (cells.some((cell) => Array.isArray(cell) && cell.length > LONG_LIST))
        CELLS_WITH_LISTS.set(cells, text);
    return text;
}
/** A list in JSON. */
function listText(items) {
    return `[${items.join(',')}]`;
}
/** An object in JSON. Members that are undefined are left out. */
function objectText(members) {
    let text = '';
    for (const name in members) {
        const value = members[name];
        if (value !== undefined)
            text += `${text === '' ? '' : ','}"${name}":${value}`;
    }
    return `{${text}}`;
}
/** The last line. */
function endLine({ applications, ...end }) {
    const { counts, throttling, warnings, result, stoppedBy, cancelled } = end;
    const { waits, waitedMs, refused } = throttling;
    const rows = applications?.map((cells) => [...cells]);
    return lineOf({
        counts,
        throttling: { waits, waitedMs, refused },
        warnings: warnings.slice(0, MAX_WARNINGS).map(cut),
        result,
        cancelled,
        stoppedBy: stoppedBy && { message: cut(stoppedBy.message), hint: cut(stoppedBy.hint) },
        // The length of a line is limited. Without the rows, only a merge lacks the file.
        applications: JSON.stringify(rows ?? []).length > MAX_LINE_BYTES / 2 ? undefined : rows,
    });
}
/** Keeps the last line within the length of a line. */
function cut(text) {
    return (0,_text_display_js__WEBPACK_IMPORTED_MODULE_6__/* .shortened */ .vI)(text, MAX_TEXT);
}
/** Members that are undefined are not written. */
function lineOf(value) {
    return `${JSON.stringify(value)}\n`;
}


/***/ }),

/***/ 17838:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   Mh: () => (/* binding */ requireWholeRun),
/* harmony export */   Z: () => (/* binding */ unpackingError),
/* harmony export */   Z9: () => (/* binding */ readMailboxes),
/* harmony export */   ay: () => (/* binding */ readHeader),
/* harmony export */   cI: () => (/* binding */ readRun),
/* harmony export */   dj: () => (/* binding */ UnusableRows),
/* harmony export */   i2: () => (/* binding */ parseMailbox),
/* harmony export */   sb: () => (/* binding */ mailboxesIn)
/* harmony export */ });
/* harmony import */ var node_fs__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(73024);
/* harmony import */ var node_fs__WEBPACK_IMPORTED_MODULE_0___default = /*#__PURE__*/__webpack_require__.n(node_fs__WEBPACK_IMPORTED_MODULE_0__);
/* harmony import */ var node_stream__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(57075);
/* harmony import */ var node_stream__WEBPACK_IMPORTED_MODULE_1___default = /*#__PURE__*/__webpack_require__.n(node_stream__WEBPACK_IMPORTED_MODULE_1__);
/* harmony import */ var node_zlib__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(38522);
/* harmony import */ var node_zlib__WEBPACK_IMPORTED_MODULE_2___default = /*#__PURE__*/__webpack_require__.n(node_zlib__WEBPACK_IMPORTED_MODULE_2__);
/* harmony import */ var _errors_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(83916);
/* harmony import */ var _files_json_shape_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(30601);
/* harmony import */ var _json_js__WEBPACK_IMPORTED_MODULE_9__ = __webpack_require__(8301);
/* harmony import */ var _mailboxes_mailbox_js__WEBPACK_IMPORTED_MODULE_10__ = __webpack_require__(6404);
/* harmony import */ var _mailboxes_shard_js__WEBPACK_IMPORTED_MODULE_5__ = __webpack_require__(74492);
/* harmony import */ var _reports_row_identity_js__WEBPACK_IMPORTED_MODULE_6__ = __webpack_require__(53894);
/* harmony import */ var _rows_file_js__WEBPACK_IMPORTED_MODULE_7__ = __webpack_require__(35923);
/* harmony import */ var _rows_shape_js__WEBPACK_IMPORTED_MODULE_8__ = __webpack_require__(40136);











/** Bytes of the first line: the whole list, whose files have at most 100 MB. */
const MAX_HEADER_BYTES = 256 * 1024 ** 2;
/** Levels of nesting in a line. A response has at most 200. */
const MAX_NESTING = 300;
const NEWLINE = 0x0a;
/** Why a rows file, or its artifact, cannot be used. The message is a sentence. */
class UnusableRows extends Error {
    name = 'UnusableRows';
}
/** The error of unpacking a file to the disk. */
function unpackingError(error) {
    const isFull = ['ENOSPC', 'EDQUOT'].includes((0,_errors_js__WEBPACK_IMPORTED_MODULE_3__/* .systemErrorCode */ .vq)(error));
    return isFull ? new UnusableRows('The disk is full, so that it cannot be unpacked.') : error;
}
/** Reads the first line. Rejects with an `UnusableRows` if the file is no rows file, or one of another version. */
async function readHeader(file) {
    const line = await firstLine(file);
    return { ...runOf(line), list: listOf(shaped(_rows_shape_js__WEBPACK_IMPORTED_MODULE_8__/* .LIST */ .rl, (0,_json_js__WEBPACK_IMPORTED_MODULE_9__/* .property */ .MZ)(line, 'list'))) };
}
/** The same with only a digest of the list. Rejects as `readHeader` does, but for the list, which it does not check. */
async function readRun(file) {
    const line = await firstLine(file);
    const list = (0,_json_js__WEBPACK_IMPORTED_MODULE_9__/* .property */ .MZ)(line, 'list') ?? null;
    return { ...runOf(line), listDigest: (0,_rows_file_js__WEBPACK_IMPORTED_MODULE_7__/* .digestOf */ .ol)((0,_json_js__WEBPACK_IMPORTED_MODULE_9__/* .property */ .MZ)(list, 'listed') === undefined ? list : filesPart(list)) };
}
/** What is the same in all shards with `mailboxes: all`. */
function filesPart(list) {
    const { files, columns, mailboxes, listed } = listOf(shaped(_rows_shape_js__WEBPACK_IMPORTED_MODULE_8__/* .LIST */ .rl, list));
    return { files, columns, mailboxes: mailboxes.slice(0, listed), all: true };
}
async function firstLine(file) {
    for await (const line of linesOf(file))
        return parsed(line);
    throw endsEarly();
}
/**
 * Reads the last line, and counts the others. Undefined if the file is cut or damaged, which `readMailboxes` says at the place: what
 * precedes it can be used.
 */
async function readEnd(file) {
    let [lines, last] = [0, ''];
    try {
        for await (const line of linesOf(file)) {
            lines += 1;
            last = line;
        }
        return { end: shaped(_rows_shape_js__WEBPACK_IMPORTED_MODULE_8__/* .END */ .Kp, parsed(last)), mailboxes: lines - 2 };
    }
    catch (error) {
        if (error instanceof UnusableRows)
            return undefined;
        throw error;
    }
}
/** Rejects with an `UnusableRows` for a file whose run was cancelled, or whose last line does not count its mailboxes. */
async function requireWholeRun(file) {
    const { end, mailboxes } = (await readEnd(file)) ?? {};
    if (end === undefined)
        return;
    if (end.cancelled)
        throw new UnusableRows('Its run was cancelled.');
    const { counts } = end;
    if (counts.mailboxes !== mailboxes || counts.read + counts.unreadable !== mailboxes) {
        throw new UnusableRows('Its counts do not add up.');
    }
}
/** The mailboxes that a file has, in its order. Throws an `UnusableRows` for a position that the list does not have. */
function mailboxesIn({ list, shard, positions, }) {
    if (positions === undefined) {
        const { start, end } = (0,_mailboxes_shard_js__WEBPACK_IMPORTED_MODULE_5__/* .shardRange */ .uk)(list.length, shard ?? { number: 1, of: 1 });
        return list.mailboxes.slice(start, end);
    }
    return positions.map((position) => {
        const mailbox = list.mailboxes[position];
        if (mailbox !== undefined)
            return mailbox;
        throw malformed();
    });
}
/**
 * Reads the mailboxes, in list order, and checks the whole file. Rejects with an `UnusableRows` if it is cut or damaged, exceeds
 * a limit, or does not have each mailbox of the header's list, after the mailboxes that precede the problem.
 *
 * @param header as `readHeader` returned it
 * @param onEnd receives the last line after the last mailbox
 * @param isWanted whether to return the mailbox of a line. Other lines are not parsed
 */
async function* readMailboxes(file, header, onEnd, isWanted = () => true) {
    const expected = mailboxesIn(header);
    const end = expected.length;
    let position = -1;
    let last;
    for await (const line of linesOf(file)) {
        if (last !== undefined)
            throw malformed();
        const address = expected[position]?.address;
        if (address !== undefined) {
            if (isWanted(address, line)) {
                const mailbox = parseMailbox(line, header.reports);
                if (mailbox.address !== address)
                    throw malformed();
                yield { mailbox, line };
            }
        }
        else if (position === end) {
            last = shaped(_rows_shape_js__WEBPACK_IMPORTED_MODULE_8__/* .END */ .Kp, parsed(line));
            if (last.counts.mailboxes !== end)
                throw malformed();
        }
        position += 1;
    }
    if (last === undefined)
        throw endsEarly();
    onEnd(last);
}
/** The lines of a compressed file, without their line ends. */
async function* linesOf(file) {
    const gunzip = (0,node_zlib__WEBPACK_IMPORTED_MODULE_2__.createGunzip)();
    // Errors of the file arrive at the iterator, too.
    (0,node_stream__WEBPACK_IMPORTED_MODULE_1__.pipeline)((0,node_fs__WEBPACK_IMPORTED_MODULE_0__.createReadStream)(file), gunzip, () => undefined);
    const chunks = gunzip;
    let parts = [];
    let [bytes, length, most] = [0, 0, MAX_HEADER_BYTES];
    const take = (part) => {
        parts.push(part);
        length += part.length;
        if (length > most)
            throw new UnusableRows('A line in it is too long.');
    };
    try {
        for await (const chunk of chunks) {
            bytes += chunk.length;
            if (bytes > _rows_file_js__WEBPACK_IMPORTED_MODULE_7__/* .MAX_FILE_BYTES */ .gZ)
                throw new UnusableRows('It exceeds 16 GiB.');
            let start = 0;
            for (let end = chunk.indexOf(NEWLINE); end !== -1; end = chunk.indexOf(NEWLINE, start)) {
                take(chunk.subarray(start, end));
                yield Buffer.concat(parts).toString('utf8');
                [parts, length, most, start] = [[], 0, _rows_file_js__WEBPACK_IMPORTED_MODULE_7__/* .MAX_LINE_BYTES */ .Oc, end + 1];
            }
            if (start < chunk.length)
                take(chunk.subarray(start));
        }
    }
    catch (error) {
        if (error instanceof UnusableRows)
            throw error;
        throw new UnusableRows(`It cannot be decompressed: ${(0,_errors_js__WEBPACK_IMPORTED_MODULE_3__/* .describeError */ .Uc)(error)}.`);
    }
    if (length > 0)
        throw new UnusableRows('It ends inside a line.');
}
function parsed(line) {
    try {
        const value = (0,_json_js__WEBPACK_IMPORTED_MODULE_9__/* .parseJson */ .qF)(line);
        if (!(0,_json_js__WEBPACK_IMPORTED_MODULE_9__/* .isNestedDeeper */ .Ff)(value, MAX_NESTING))
            return value;
    }
    catch {
        // The reason would be about a line that people do not see.
    }
    throw malformed();
}
function shaped(shape, value) {
    if (shape(value))
        return value;
    throw malformed();
}
function runOf(line) {
    if ((0,_json_js__WEBPACK_IMPORTED_MODULE_9__/* .property */ .MZ)(line, 'format') !== _rows_shape_js__WEBPACK_IMPORTED_MODULE_8__/* .ROWS_FORMAT */ .I2)
        throw new UnusableRows('It is not a rows file of Mailbox Report.');
    if ((0,_json_js__WEBPACK_IMPORTED_MODULE_9__/* .property */ .MZ)(line, 'version') !== _rows_shape_js__WEBPACK_IMPORTED_MODULE_8__/* .ROWS_VERSION */ .vi) {
        throw new UnusableRows('Another version of Mailbox Report wrote it.');
    }
    const header = shaped(_rows_shape_js__WEBPACK_IMPORTED_MODULE_8__/* .RUN */ .oq, line);
    const { productVersion, tenant, cloud, shown, run, policy, rules, shard, positions, certificate } = header;
    const { id, attempt, url, started } = run;
    return {
        productVersion,
        tenant,
        cloud,
        shown,
        run: { id, attempt, url, started: new Date(started) },
        policy,
        rules,
        shard,
        positions,
        certificate: certificate && { notAfter: new Date(certificate.expires), thumbprint: certificate.thumbprint },
        reports: header.reports.map(reportOf),
        history: (header.history ?? []).map(({ url, started, counts }) => ({ url, started: new Date(started), counts })),
    };
}
/** Older files have neither limits nor the columns that name a row. */
function reportOf({ limits = {}, item, ...report }) {
    const { columns, manyRows } = report;
    const itemNames = item ?? (manyRows ? columns.slice(0, 1) : []);
    if ((0,_reports_row_identity_js__WEBPACK_IMPORTED_MODULE_6__/* .itemPositions */ .Gd)(itemNames, columns) === undefined)
        throw malformed();
    return { ...report, limits, item: itemNames };
}
function listOf({ files, columns, mailboxes: groups, listed, duplicateCount, duplicates, }) {
    const mailboxes = groups.flatMap(({ file, addresses, lines }) => addresses.map((address, index) => ({ address, file, line: shaped(_files_json_shape_js__WEBPACK_IMPORTED_MODULE_4__/* .isWhole */ .wP, lines[index]) })));
    const list = (0,_mailboxes_mailbox_js__WEBPACK_IMPORTED_MODULE_10__/* .mailboxList */ .h7)(mailboxes, files, columns ?? []);
    if (list.length === 0 || list.duplicateCount > 0)
        throw malformed();
    return { ...list, duplicateCount, duplicates, listed };
}
/** Parses the line of a mailbox. Throws an `UnusableRows`. */
function parseMailbox(line, reports) {
    const { mailbox: address, columns, reports: results } = shaped(_rows_shape_js__WEBPACK_IMPORTED_MODULE_8__/* .MAILBOX */ .bG, parsed(line));
    if (results.length !== reports.length)
        throw malformed();
    return { address, columns, reports: results.map((result, index) => resultOf(result, reports[index])) };
}
function resultOf({ status, error = '', rows: storedRows = [], violations = [] }, report) {
    const width = report?.columns.length ?? 0;
    const rows = storedRows.map((row) => rowOf(row, width));
    if (report?.manyRows === false && rows.length !== (status === 'ok' ? 1 : 0))
        throw malformed();
    const failedRow = rows.find((row) => row.status !== 'ok');
    if (rows.length > 0 && status !== (failedRow?.status ?? 'ok'))
        throw malformed();
    return { status, error, rows, violations: violations.map(violationOf) };
}
function rowOf({ cells, unknown = [], notApplicable = [], status = 'ok', error = '', id, identity }, width) {
    if (cells.length !== width || [...unknown, ...notApplicable].some((index) => index >= width))
        throw malformed();
    const setOf = (positions) => (positions.length === 0 ? undefined : new Set(positions));
    return { cells, incomplete: setOf(unknown), notApplicable: setOf(notApplicable), status, error, id, identity };
}
/** Older files have no digest of the row. */
function violationOf({ row = '', found = null, ...violation }) {
    return { ...violation, row, found };
}
function endsEarly() {
    return new UnusableRows('It ends early.');
}
function malformed() {
    return new UnusableRows('It has a malformed line.');
}


/***/ }),

/***/ 40136:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   I2: () => (/* binding */ ROWS_FORMAT),
/* harmony export */   Kp: () => (/* binding */ END),
/* harmony export */   bG: () => (/* binding */ MAILBOX),
/* harmony export */   oq: () => (/* binding */ RUN),
/* harmony export */   rl: () => (/* binding */ LIST),
/* harmony export */   vi: () => (/* binding */ ROWS_VERSION)
/* harmony export */ });
/* unused harmony exports REPORT, ROW, VIOLATION, RESULT */
/* harmony import */ var _files_json_shape_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(30601);
/* harmony import */ var _mailboxes_address_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(16592);
/* harmony import */ var _mailboxes_shard_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(74492);
/* harmony import */ var _run_mailbox_result_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(70611);
/** The lines of `rows.ndjson.gz`, as `rows-file.ts` writes them and `rows-reader.ts` reads them. */




const ROWS_FORMAT = 'mailbox-report-rows';
/** Increase it with every change after which an earlier reader would misunderstand a file. */
const ROWS_VERSION = 1;
const STATUS = (0,_files_json_shape_js__WEBPACK_IMPORTED_MODULE_0__/* .oneOf */ .yL)(['ok', ..._run_mailbox_result_js__WEBPACK_IMPORTED_MODULE_3__/* .BY_SEVERITY */ .Y8]);
const VERDICT = (0,_files_json_shape_js__WEBPACK_IMPORTED_MODULE_0__/* .oneOf */ .yL)(['fail', 'warn', 'known', 'exempt', 'inconclusive']);
const RESULT_OF_RUN = (0,_files_json_shape_js__WEBPACK_IMPORTED_MODULE_0__/* .oneOf */ .yL)(['pass', 'violations', 'incomplete', 'error']);
const TEXTS = (0,_files_json_shape_js__WEBPACK_IMPORTED_MODULE_0__/* .arrayOf */ .jk)(_files_json_shape_js__WEBPACK_IMPORTED_MODULE_0__/* .isText */ .KH);
const COUNTS = (0,_files_json_shape_js__WEBPACK_IMPORTED_MODULE_0__/* .mapOf */ .A7)(_files_json_shape_js__WEBPACK_IMPORTED_MODULE_0__/* .isWhole */ .wP);
/** Those of a run. Further counts may follow these. */
const RUN_COUNTS = (0,_files_json_shape_js__WEBPACK_IMPORTED_MODULE_0__/* .both */ .WP)(COUNTS, (0,_files_json_shape_js__WEBPACK_IMPORTED_MODULE_0__/* .objectOf */ .Xy)({ mailboxes: _files_json_shape_js__WEBPACK_IMPORTED_MODULE_0__/* .isWhole */ .wP, read: _files_json_shape_js__WEBPACK_IMPORTED_MODULE_0__/* .isWhole */ .wP, unreadable: _files_json_shape_js__WEBPACK_IMPORTED_MODULE_0__/* .isWhole */ .wP }));
const REPORT = (0,_files_json_shape_js__WEBPACK_IMPORTED_MODULE_0__/* .objectOf */ .Xy)({
    name: _files_json_shape_js__WEBPACK_IMPORTED_MODULE_0__/* .isText */ .KH,
    digest: _files_json_shape_js__WEBPACK_IMPORTED_MODULE_0__/* .isText */ .KH,
    columns: TEXTS,
    manyRows: _files_json_shape_js__WEBPACK_IMPORTED_MODULE_0__/* .isTruth */ .Us,
    item: (0,_files_json_shape_js__WEBPACK_IMPORTED_MODULE_0__/* .optional */ .lq)((0,_files_json_shape_js__WEBPACK_IMPORTED_MODULE_0__/* .arrayOf */ .jk)((0,_files_json_shape_js__WEBPACK_IMPORTED_MODULE_0__/* .either */ .gP)(_files_json_shape_js__WEBPACK_IMPORTED_MODULE_0__/* .isText */ .KH, TEXTS))),
    ignored: TEXTS,
    limits: (0,_files_json_shape_js__WEBPACK_IMPORTED_MODULE_0__/* .optional */ .lq)((0,_files_json_shape_js__WEBPACK_IMPORTED_MODULE_0__/* .mapOf */ .A7)((0,_files_json_shape_js__WEBPACK_IMPORTED_MODULE_0__/* .arrayOf */ .jk)(_files_json_shape_js__WEBPACK_IMPORTED_MODULE_0__/* .isNumber */ .Et))),
});
/** The first line without the list. */
const RUN = (0,_files_json_shape_js__WEBPACK_IMPORTED_MODULE_0__/* .objectOf */ .Xy)({
    productVersion: _files_json_shape_js__WEBPACK_IMPORTED_MODULE_0__/* .isText */ .KH,
    tenant: _files_json_shape_js__WEBPACK_IMPORTED_MODULE_0__/* .isText */ .KH,
    cloud: _files_json_shape_js__WEBPACK_IMPORTED_MODULE_0__/* .isText */ .KH,
    shown: (0,_files_json_shape_js__WEBPACK_IMPORTED_MODULE_0__/* .objectOf */ .Xy)({ tenant: _files_json_shape_js__WEBPACK_IMPORTED_MODULE_0__/* .isText */ .KH, cloud: _files_json_shape_js__WEBPACK_IMPORTED_MODULE_0__/* .isText */ .KH }),
    run: (0,_files_json_shape_js__WEBPACK_IMPORTED_MODULE_0__/* .objectOf */ .Xy)({ id: _files_json_shape_js__WEBPACK_IMPORTED_MODULE_0__/* .isText */ .KH, attempt: _files_json_shape_js__WEBPACK_IMPORTED_MODULE_0__/* .isWhole */ .wP, url: (0,_files_json_shape_js__WEBPACK_IMPORTED_MODULE_0__/* .optional */ .lq)(_files_json_shape_js__WEBPACK_IMPORTED_MODULE_0__/* .isText */ .KH), started: _files_json_shape_js__WEBPACK_IMPORTED_MODULE_0__/* .isTime */ .K8 }),
    policy: (0,_files_json_shape_js__WEBPACK_IMPORTED_MODULE_0__/* .optional */ .lq)(_files_json_shape_js__WEBPACK_IMPORTED_MODULE_0__/* .isText */ .KH),
    rules: (0,_files_json_shape_js__WEBPACK_IMPORTED_MODULE_0__/* .optional */ .lq)((0,_files_json_shape_js__WEBPACK_IMPORTED_MODULE_0__/* .arrayOf */ .jk)((0,_files_json_shape_js__WEBPACK_IMPORTED_MODULE_0__/* .objectOf */ .Xy)({ id: _files_json_shape_js__WEBPACK_IMPORTED_MODULE_0__/* .isText */ .KH, report: _files_json_shape_js__WEBPACK_IMPORTED_MODULE_0__/* .isText */ .KH }))),
    shard: (0,_files_json_shape_js__WEBPACK_IMPORTED_MODULE_0__/* .optional */ .lq)((0,_files_json_shape_js__WEBPACK_IMPORTED_MODULE_0__/* .where */ ._M)((0,_files_json_shape_js__WEBPACK_IMPORTED_MODULE_0__/* .objectOf */ .Xy)({ number: _files_json_shape_js__WEBPACK_IMPORTED_MODULE_0__/* .isWhole */ .wP, of: _files_json_shape_js__WEBPACK_IMPORTED_MODULE_0__/* .isWhole */ .wP }), ({ number, of }) => number >= 1 && number <= of && of <= _mailboxes_shard_js__WEBPACK_IMPORTED_MODULE_2__/* .MAX_SHARDS */ .hH)),
    positions: (0,_files_json_shape_js__WEBPACK_IMPORTED_MODULE_0__/* .optional */ .lq)((0,_files_json_shape_js__WEBPACK_IMPORTED_MODULE_0__/* .arrayOf */ .jk)(_files_json_shape_js__WEBPACK_IMPORTED_MODULE_0__/* .isWhole */ .wP)),
    certificate: (0,_files_json_shape_js__WEBPACK_IMPORTED_MODULE_0__/* .optional */ .lq)((0,_files_json_shape_js__WEBPACK_IMPORTED_MODULE_0__/* .objectOf */ .Xy)({ expires: _files_json_shape_js__WEBPACK_IMPORTED_MODULE_0__/* .isTime */ .K8, thumbprint: _files_json_shape_js__WEBPACK_IMPORTED_MODULE_0__/* .isText */ .KH })),
    reports: (0,_files_json_shape_js__WEBPACK_IMPORTED_MODULE_0__/* .arrayOf */ .jk)(REPORT),
    history: (0,_files_json_shape_js__WEBPACK_IMPORTED_MODULE_0__/* .optional */ .lq)((0,_files_json_shape_js__WEBPACK_IMPORTED_MODULE_0__/* .arrayOf */ .jk)((0,_files_json_shape_js__WEBPACK_IMPORTED_MODULE_0__/* .objectOf */ .Xy)({ url: (0,_files_json_shape_js__WEBPACK_IMPORTED_MODULE_0__/* .optional */ .lq)(_files_json_shape_js__WEBPACK_IMPORTED_MODULE_0__/* .isText */ .KH), started: _files_json_shape_js__WEBPACK_IMPORTED_MODULE_0__/* .isTime */ .K8, counts: COUNTS }))),
});
const PLACE = (0,_files_json_shape_js__WEBPACK_IMPORTED_MODULE_0__/* .objectOf */ .Xy)({ address: _files_json_shape_js__WEBPACK_IMPORTED_MODULE_0__/* .isText */ .KH, file: _files_json_shape_js__WEBPACK_IMPORTED_MODULE_0__/* .isText */ .KH, line: _files_json_shape_js__WEBPACK_IMPORTED_MODULE_0__/* .isWhole */ .wP });
/** The list in the first line. */
const LIST = (0,_files_json_shape_js__WEBPACK_IMPORTED_MODULE_0__/* .objectOf */ .Xy)({
    files: TEXTS,
    columns: (0,_files_json_shape_js__WEBPACK_IMPORTED_MODULE_0__/* .optional */ .lq)(TEXTS),
    mailboxes: (0,_files_json_shape_js__WEBPACK_IMPORTED_MODULE_0__/* .arrayOf */ .jk)((0,_files_json_shape_js__WEBPACK_IMPORTED_MODULE_0__/* .objectOf */ .Xy)({ file: _files_json_shape_js__WEBPACK_IMPORTED_MODULE_0__/* .isText */ .KH, addresses: (0,_files_json_shape_js__WEBPACK_IMPORTED_MODULE_0__/* .arrayOf */ .jk)((0,_files_json_shape_js__WEBPACK_IMPORTED_MODULE_0__/* .where */ ._M)(_files_json_shape_js__WEBPACK_IMPORTED_MODULE_0__/* .isText */ .KH, _mailboxes_address_js__WEBPACK_IMPORTED_MODULE_1__/* .isMailboxId */ .GB)), lines: (0,_files_json_shape_js__WEBPACK_IMPORTED_MODULE_0__/* .arrayOf */ .jk)(_files_json_shape_js__WEBPACK_IMPORTED_MODULE_0__/* .isWhole */ .wP) })),
    listed: (0,_files_json_shape_js__WEBPACK_IMPORTED_MODULE_0__/* .optional */ .lq)(_files_json_shape_js__WEBPACK_IMPORTED_MODULE_0__/* .isWhole */ .wP),
    duplicateCount: _files_json_shape_js__WEBPACK_IMPORTED_MODULE_0__/* .isWhole */ .wP,
    duplicates: (0,_files_json_shape_js__WEBPACK_IMPORTED_MODULE_0__/* .arrayOf */ .jk)((0,_files_json_shape_js__WEBPACK_IMPORTED_MODULE_0__/* .objectOf */ .Xy)({ mailbox: PLACE, firstAt: PLACE })),
});
const ROW = (0,_files_json_shape_js__WEBPACK_IMPORTED_MODULE_0__/* .objectOf */ .Xy)({
    cells: (0,_files_json_shape_js__WEBPACK_IMPORTED_MODULE_0__/* .arrayOf */ .jk)(_files_json_shape_js__WEBPACK_IMPORTED_MODULE_0__/* .isPresent */ .Wo),
    unknown: (0,_files_json_shape_js__WEBPACK_IMPORTED_MODULE_0__/* .optional */ .lq)((0,_files_json_shape_js__WEBPACK_IMPORTED_MODULE_0__/* .arrayOf */ .jk)(_files_json_shape_js__WEBPACK_IMPORTED_MODULE_0__/* .isWhole */ .wP)),
    notApplicable: (0,_files_json_shape_js__WEBPACK_IMPORTED_MODULE_0__/* .optional */ .lq)((0,_files_json_shape_js__WEBPACK_IMPORTED_MODULE_0__/* .arrayOf */ .jk)(_files_json_shape_js__WEBPACK_IMPORTED_MODULE_0__/* .isWhole */ .wP)),
    status: (0,_files_json_shape_js__WEBPACK_IMPORTED_MODULE_0__/* .optional */ .lq)(STATUS),
    error: (0,_files_json_shape_js__WEBPACK_IMPORTED_MODULE_0__/* .optional */ .lq)(_files_json_shape_js__WEBPACK_IMPORTED_MODULE_0__/* .isText */ .KH),
    id: (0,_files_json_shape_js__WEBPACK_IMPORTED_MODULE_0__/* .optional */ .lq)(_files_json_shape_js__WEBPACK_IMPORTED_MODULE_0__/* .isText */ .KH),
    identity: (0,_files_json_shape_js__WEBPACK_IMPORTED_MODULE_0__/* .optional */ .lq)((0,_files_json_shape_js__WEBPACK_IMPORTED_MODULE_0__/* .mapOf */ .A7)(_files_json_shape_js__WEBPACK_IMPORTED_MODULE_0__/* .isPresent */ .Wo)),
});
const VIOLATION = (0,_files_json_shape_js__WEBPACK_IMPORTED_MODULE_0__/* .objectOf */ .Xy)({
    rule: _files_json_shape_js__WEBPACK_IMPORTED_MODULE_0__/* .isText */ .KH,
    verdict: VERDICT,
    item: _files_json_shape_js__WEBPACK_IMPORTED_MODULE_0__/* .isText */ .KH,
    row: (0,_files_json_shape_js__WEBPACK_IMPORTED_MODULE_0__/* .optional */ .lq)(_files_json_shape_js__WEBPACK_IMPORTED_MODULE_0__/* .isText */ .KH),
    column: _files_json_shape_js__WEBPACK_IMPORTED_MODULE_0__/* .isText */ .KH,
    found: (0,_files_json_shape_js__WEBPACK_IMPORTED_MODULE_0__/* .optional */ .lq)(_files_json_shape_js__WEBPACK_IMPORTED_MODULE_0__/* .isPresent */ .Wo),
    since: (0,_files_json_shape_js__WEBPACK_IMPORTED_MODULE_0__/* .optional */ .lq)(_files_json_shape_js__WEBPACK_IMPORTED_MODULE_0__/* .isText */ .KH),
});
const RESULT = (0,_files_json_shape_js__WEBPACK_IMPORTED_MODULE_0__/* .objectOf */ .Xy)({
    status: STATUS,
    error: (0,_files_json_shape_js__WEBPACK_IMPORTED_MODULE_0__/* .optional */ .lq)(_files_json_shape_js__WEBPACK_IMPORTED_MODULE_0__/* .isText */ .KH),
    rows: (0,_files_json_shape_js__WEBPACK_IMPORTED_MODULE_0__/* .optional */ .lq)((0,_files_json_shape_js__WEBPACK_IMPORTED_MODULE_0__/* .arrayOf */ .jk)(ROW)),
    violations: (0,_files_json_shape_js__WEBPACK_IMPORTED_MODULE_0__/* .optional */ .lq)((0,_files_json_shape_js__WEBPACK_IMPORTED_MODULE_0__/* .arrayOf */ .jk)(VIOLATION)),
});
/** The line of a mailbox. */
const MAILBOX = (0,_files_json_shape_js__WEBPACK_IMPORTED_MODULE_0__/* .objectOf */ .Xy)({
    mailbox: _files_json_shape_js__WEBPACK_IMPORTED_MODULE_0__/* .isText */ .KH,
    columns: (0,_files_json_shape_js__WEBPACK_IMPORTED_MODULE_0__/* .optional */ .lq)((0,_files_json_shape_js__WEBPACK_IMPORTED_MODULE_0__/* .arrayOf */ .jk)((0,_files_json_shape_js__WEBPACK_IMPORTED_MODULE_0__/* .either */ .gP)(_files_json_shape_js__WEBPACK_IMPORTED_MODULE_0__/* .isText */ .KH, (0,_files_json_shape_js__WEBPACK_IMPORTED_MODULE_0__/* .oneOf */ .yL)([null])))),
    reports: (0,_files_json_shape_js__WEBPACK_IMPORTED_MODULE_0__/* .arrayOf */ .jk)(RESULT),
});
/** The last line. */
const END = (0,_files_json_shape_js__WEBPACK_IMPORTED_MODULE_0__/* .objectOf */ .Xy)({
    counts: RUN_COUNTS,
    throttling: (0,_files_json_shape_js__WEBPACK_IMPORTED_MODULE_0__/* .objectOf */ .Xy)({ waits: _files_json_shape_js__WEBPACK_IMPORTED_MODULE_0__/* .isWhole */ .wP, waitedMs: _files_json_shape_js__WEBPACK_IMPORTED_MODULE_0__/* .isNumber */ .Et, refused: _files_json_shape_js__WEBPACK_IMPORTED_MODULE_0__/* .isWhole */ .wP }),
    warnings: TEXTS,
    result: RESULT_OF_RUN,
    stoppedBy: (0,_files_json_shape_js__WEBPACK_IMPORTED_MODULE_0__/* .optional */ .lq)((0,_files_json_shape_js__WEBPACK_IMPORTED_MODULE_0__/* .objectOf */ .Xy)({ message: _files_json_shape_js__WEBPACK_IMPORTED_MODULE_0__/* .isText */ .KH, hint: _files_json_shape_js__WEBPACK_IMPORTED_MODULE_0__/* .isText */ .KH })),
    cancelled: _files_json_shape_js__WEBPACK_IMPORTED_MODULE_0__/* .isTruth */ .Us,
    applications: (0,_files_json_shape_js__WEBPACK_IMPORTED_MODULE_0__/* .optional */ .lq)((0,_files_json_shape_js__WEBPACK_IMPORTED_MODULE_0__/* .arrayOf */ .jk)((0,_files_json_shape_js__WEBPACK_IMPORTED_MODULE_0__/* .arrayOf */ .jk)(_files_json_shape_js__WEBPACK_IMPORTED_MODULE_0__/* .isPresent */ .Wo))),
});


/***/ }),

/***/ 63180:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   a: () => (/* binding */ didYouMean),
/* harmony export */   h: () => (/* binding */ suggestion)
/* harmony export */ });
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
    let best;
    for (const candidate of candidates) {
        const folded = candidate.toLowerCase();
        const omitted = omitsPartOf(foldedName, folded);
        if (!omitted && Math.abs(candidate.length - foldedName.length) > maxEdits)
            continue;
        const edits = omitted ? 1 : editDistance(foldedName, folded);
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

/***/ 84619:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   mQ: () => (/* binding */ countsOf),
/* harmony export */   ow: () => (/* binding */ allRuns),
/* harmony export */   yH: () => (/* binding */ storedCounts)
/* harmony export */ });
/** The counts of a run: of mailboxes, and of findings if there is a policy. */
function countsOf({ mailboxes, duplicateCount, policy }) {
    const { total, read, unreadable } = mailboxes;
    const counts = { mailboxes: total, read, unreadable, repeated: duplicateCount };
    if (policy === undefined)
        return counts;
    const { verdicts } = policy;
    return {
        ...counts,
        violations: verdicts.total('failed'),
        warnings: verdicts.total('warned'),
        known: verdicts.total('known'),
        exempt: verdicts.total('exempt'),
        inconclusive: verdicts.total('inconclusive'),
    };
}
/** The counts that the rows file keeps of a run, for the history of later runs. */
function storedCounts(summary) {
    return summary.parts.reduce((counts, part) => ({ ...counts, ...part.counts?.(summary) }), countsOf(summary));
}
/** The runs of the history and this one, the latest last. */
function allRuns(summary) {
    const { history, runUrl: url, started } = summary;
    return [...history, { url, started: new Date(started), counts: storedCounts(summary) }];
}


/***/ }),

/***/ 311:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   xv: () => (/* binding */ VERSION)
/* harmony export */ });
/* unused harmony exports COMMAND, commandOf */
/** The version of the program, as `package.json` has it; `scripts/release.ts` writes both. */
const VERSION = '0.1.0';
/** What starts the terminal program, in commands for people: until the first release npm has no package, only a clone. */
const COMMAND = commandOf(VERSION);
/** The start of a command of the terminal program in that version. */
function commandOf(version) {
    return version.startsWith('0.') ? 'npm run cli --' : 'npx mailbox-report';
}


/***/ })

};
