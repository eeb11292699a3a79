export const id = 953;
export const ids = [953];
export const modules = {

/***/ 65970:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   Rr: () => (/* binding */ grantsOf),
/* harmony export */   U_: () => (/* binding */ accessRows),
/* harmony export */   f0: () => (/* binding */ repeatsChange)
/* harmony export */ });
/* unused harmony export MAX_ROWS */
/* harmony import */ var node_util__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(57975);
/* harmony import */ var node_util__WEBPACK_IMPORTED_MODULE_0___default = /*#__PURE__*/__webpack_require__.n(node_util__WEBPACK_IMPORTED_MODULE_0__);
/* harmony import */ var _json_js__WEBPACK_IMPORTED_MODULE_6__ = __webpack_require__(8301);
/* harmony import */ var _mailboxes_address_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(16592);
/* harmony import */ var _reports_built_in_access_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(33704);
/* harmony import */ var _reports_known_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(81168);
/* harmony import */ var _reports_row_view_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(20573);
/* harmony import */ var _text_rights_js__WEBPACK_IMPORTED_MODULE_5__ = __webpack_require__(87888);







/** Beyond this number, the groups of a mailbox are not expanded: a line of the rows file has at most 1 MiB. */
const MAX_ROWS = 2_000;
/** Columns of `mailbox-properties` with targets. */
const FORWARDINGS = ['ForwardingAddress', 'ForwardingSmtpAddress'];
const RULE_TARGETS = ['ForwardTo', 'RedirectTo', 'ForwardAsAttachmentTo'];
const UNKNOWN_GRANT = {
    trustee: _reports_known_js__WEBPACK_IMPORTED_MODULE_3__/* .NOT_KNOWN */ .gE,
    name: _reports_known_js__WEBPACK_IMPORTED_MODULE_3__/* .NOT_KNOWN */ .gE,
    right: _reports_known_js__WEBPACK_IMPORTED_MODULE_3__/* .NOT_KNOWN */ .gE,
    inside: _reports_known_js__WEBPACK_IMPORTED_MODULE_3__/* .NOT_KNOWN */ .gE,
    isEveryone: false,
};
/** What a row of each source grants. */
const SOURCES = {
    'mailbox-permissions': (cell, identity) => {
        const [right, deny] = [cell('Right'), cell('Deny')];
        if (!right.isKnown)
            return [UNKNOWN_GRANT];
        const name = right.value;
        if ((0,_reports_known_js__WEBPACK_IMPORTED_MODULE_3__/* .isCertainly */ .iv)(deny, true) || typeof name !== 'string' || _text_rights_js__WEBPACK_IMPORTED_MODULE_5__/* .OTHER_RIGHTS */ .xK.includes(name))
            return [];
        // What a right opens that is not documented is not known.
        const isDocumented = _text_rights_js__WEBPACK_IMPORTED_MODULE_5__/* .MAILBOX_RIGHTS */ .zo.includes(name);
        const granted = !isDocumented ? _reports_known_js__WEBPACK_IMPORTED_MODULE_3__/* .NOT_KNOWN */ .gE : (0,_reports_known_js__WEBPACK_IMPORTED_MODULE_3__/* .isCertainly */ .iv)(deny, false) ? (0,_reports_known_js__WEBPACK_IMPORTED_MODULE_3__/* .known */ .eO)(name) : (0,_reports_known_js__WEBPACK_IMPORTED_MODULE_3__/* .atLeast */ .jZ)(name);
        const id = (0,_json_js__WEBPACK_IMPORTED_MODULE_6__/* .textIn */ .r7)(identity, 'TrusteeId') || undefined;
        const isInherited = (0,_reports_known_js__WEBPACK_IMPORTED_MODULE_3__/* .isCertainly */ .iv)(cell('Inherited'), true);
        return [{ ...UNKNOWN_GRANT, trustee: textOf(cell('Trustee')), right: granted, id, isInherited }];
    },
    'calendar-permissions': (cell) => {
        const [role, address, name] = [cell('Role'), cell('GrantedToAddress'), textOf(cell('GrantedTo'))];
        if ((0,_reports_known_js__WEBPACK_IMPORTED_MODULE_3__/* .isCertainly */ .iv)(role, 'none'))
            return [];
        const [roleText, addressText] = [textOf(role), textOf(address)];
        return [
            {
                // A name alone does not identify somebody whose address is not known.
                trustee: addressText.isKnown ? addressText : address.isKnown ? name : doubtful(name),
                name,
                right: roleText.isKnown ? (0,_reports_known_js__WEBPACK_IMPORTED_MODULE_3__/* .known */ .eO)(_text_rights_js__WEBPACK_IMPORTED_MODULE_5__/* .CALENDAR_RIGHT */ .oS + roleText.value) : _reports_known_js__WEBPACK_IMPORTED_MODULE_3__/* .NOT_KNOWN */ .gE,
                inside: truth(cell('InsideOrganization')),
                // Only the grant to all people inside has no address.
                isEveryone: (0,_reports_known_js__WEBPACK_IMPORTED_MODULE_3__/* .isCertainly */ .iv)(address, null),
            },
        ];
    },
    'mailbox-properties': (cell) => FORWARDINGS.flatMap((column) => targets('Forwarding', cell(column))),
    'inbox-rules': (cell) => {
        const enabled = cell('Enabled');
        if ((0,_reports_known_js__WEBPACK_IMPORTED_MODULE_3__/* .isCertainly */ .iv)(enabled, false))
            return [];
        const grants = RULE_TARGETS.flatMap((column) => targets('InboxRule', cell(column))).map((grant) => {
            const { trustee } = grant;
            // The name of a recipient without an address does not identify the recipient.
            const isIdentified = trustee.isKnown && (0,_mailboxes_address_js__WEBPACK_IMPORTED_MODULE_1__/* .domainOf */ .Ow)(trustee.value) !== undefined;
            return isIdentified ? grant : { ...grant, trustee: doubtful(trustee) };
        });
        return (0,_reports_known_js__WEBPACK_IMPORTED_MODULE_3__/* .isCertainly */ .iv)(enabled, true) ? grants : grants.map((grant) => ({ ...grant, right: doubtful(grant.right) }));
    },
};
/** Of a list that is known in part, those that it shows. */
function targets(right, cell) {
    const shown = (0,_reports_known_js__WEBPACK_IMPORTED_MODULE_3__/* .shownOf */ .Rp)(cell);
    // A list that shows nothing, and may have something: that of a read-only rule.
    if (!cell.isKnown && (!Array.isArray(shown) || shown.length === 0))
        return [UNKNOWN_GRANT];
    return [shown ?? null].flat().flatMap((target) => {
        const trustee = textOf((0,_reports_known_js__WEBPACK_IMPORTED_MODULE_3__/* .known */ .eO)(target));
        return trustee.isKnown ? [{ ...UNKNOWN_GRANT, trustee, right: (0,_reports_known_js__WEBPACK_IMPORTED_MODULE_3__/* .known */ .eO)(right) }] : [];
    });
}
/** A text that is not blank. */
function textOf(cell) {
    return cell.isKnown && typeof cell.value === 'string' && cell.value !== '' ? (0,_reports_known_js__WEBPACK_IMPORTED_MODULE_3__/* .known */ .eO)(cell.value) : _reports_known_js__WEBPACK_IMPORTED_MODULE_3__/* .NOT_KNOWN */ .gE;
}
function truth(cell) {
    return cell.isKnown && typeof cell.value === 'boolean' ? (0,_reports_known_js__WEBPACK_IMPORTED_MODULE_3__/* .known */ .eO)(cell.value) : _reports_known_js__WEBPACK_IMPORTED_MODULE_3__/* .NOT_KNOWN */ .gE;
}
/** What is shown, but may be otherwise. */
function doubtful(one) {
    return one.isKnown ? (0,_reports_known_js__WEBPACK_IMPORTED_MODULE_3__/* .atLeast */ .jZ)(one.value) : one;
}
function foldedText(cell) {
    return typeof cell === 'string' ? cell.toLowerCase() : null;
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
        for (const row of result.value) {
            if (row.failure !== undefined)
                failure ??= failureOf(definition, row.failure);
            const { cell } = (0,_reports_row_view_js__WEBPACK_IMPORTED_MODULE_4__/* .viewOf */ .du)(columns, row);
            grants.push(...(SOURCES[definition.name]?.((column) => cell(column) ?? _reports_known_js__WEBPACK_IMPORTED_MODULE_3__/* .NOT_KNOWN */ .gE, row.identity ?? {}) ?? []));
        }
    }
    return { grants, failure };
}
function failureOf({ name }, { status, error }) {
    return { status, error: `${name}: ${error}` };
}
/** Positions of columns that identify a row. */
const [TRUSTEE, RIGHT, THROUGH] = [0, 2, 3];
/** The rows of one mailbox in the report `access`, sorted by trustee, right and group; why the mailbox is unread. */
function accessRows({ grants, failure }, trustees) {
    if (failure !== undefined && grants.length === 0)
        return failure;
    const rowsByKey = new Map();
    const add = (row) => {
        const sortKey = [TRUSTEE, RIGHT, THROUGH].map((position) => foldedText(row.cells[position]));
        const key = JSON.stringify(sortKey);
        const other = rowsByKey.get(key)?.row;
        rowsByKey.set(key, { sortKey, row: other === undefined ? row : joined(other, row) });
    };
    for (const grant of grants) {
        const { trustee: named, isEveryone } = grant;
        const label = (0,_reports_known_js__WEBPACK_IMPORTED_MODULE_3__/* .shownOf */ .Rp)(named);
        const trustee = label === undefined || isEveryone ? undefined : trustees.find(label);
        const members = trustee?.members?.isKnown === true ? trustee.members.value : [];
        if (members.length === 0 || rowsByKey.size + members.length > MAX_ROWS) {
            const isOpen = trustee?.members?.isKnown === false || members.length > 0;
            add(rowOf(grant, { trustee, isOpen }, trustees));
            continue;
        }
        for (const member of members) {
            add(rowOf(grant, { trustee: member, group: trustee, isOpen: false }, trustees));
        }
    }
    const rows = [...rowsByKey.values()]
        .sort((one, other) => compare(one.sortKey, other.sortKey))
        .map(({ row }) => row);
    if (failure === undefined)
        return { status: 'ok', value: rows };
    return { status: 'ok', value: [...rows, { ...NOTHING_KNOWN, failure }] };
}
function unknownCells({ incomplete }) {
    return incomplete?.size ?? 0;
}
/** The row of two grants of the same: that of the certain one, with what identifies both. */
function joined(one, other) {
    const row = unknownCells(other) < unknownCells(one) ? other : one;
    const { identity = {} } = other;
    const shared = Object.entries(one.identity ?? {}).filter(([name, value]) => (0,node_util__WEBPACK_IMPORTED_MODULE_0__.isDeepStrictEqual)(identity[name], value));
    return { ...row, identity: shared.length === 0 ? undefined : Object.fromEntries(shared) };
}
const NOTHING_KNOWN = (0,_reports_row_view_js__WEBPACK_IMPORTED_MODULE_4__/* .rowWith */ .fw)([_reports_known_js__WEBPACK_IMPORTED_MODULE_3__/* .NOT_KNOWN */ .gE, _reports_known_js__WEBPACK_IMPORTED_MODULE_3__/* .NOT_KNOWN */ .gE, _reports_known_js__WEBPACK_IMPORTED_MODULE_3__/* .NOT_KNOWN */ .gE, _reports_known_js__WEBPACK_IMPORTED_MODULE_3__/* .NOT_KNOWN */ .gE, _reports_known_js__WEBPACK_IMPORTED_MODULE_3__/* .NOT_KNOWN */ .gE]);
/**
 * @param group through which the trustee has the right
 * @param isOpen whether the trustee is, or may be, a group whose members are not known
 */
function rowOf(grant, { trustee, group, isOpen, }, { isInside }) {
    const { right, isEveryone } = grant;
    const label = trustee?.label ?? (0,_reports_known_js__WEBPACK_IMPORTED_MODULE_3__/* .shownOf */ .Rp)(grant.trustee);
    if (label === undefined && (0,_reports_known_js__WEBPACK_IMPORTED_MODULE_3__/* .shownOf */ .Rp)(right) === undefined)
        return NOTHING_KNOWN;
    const directGrant = group === undefined ? grant : undefined;
    const way = group?.label ?? _reports_built_in_access_js__WEBPACK_IMPORTED_MODULE_2__/* .DIRECT */ .yc;
    // An address inside does not make a guest a person inside.
    const byAddress = (address) => trustee?.isGuest === true && (0,_reports_known_js__WEBPACK_IMPORTED_MODULE_3__/* .isCertainly */ .iv)(isInside(address), true) ? _reports_known_js__WEBPACK_IMPORTED_MODULE_3__/* .NOT_KNOWN */ .gE : isInside(address);
    const isUncertain = isOpen || label === undefined || !grant.trustee.isKnown;
    const row = (0,_reports_row_view_js__WEBPACK_IMPORTED_MODULE_4__/* .rowWith */ .fw)([
        isUncertain ? { isKnown: false, shown: label } : (0,_reports_known_js__WEBPACK_IMPORTED_MODULE_3__/* .known */ .eO)(label),
        trustee?.name.isKnown === true ? trustee.name : (directGrant?.name ?? _reports_known_js__WEBPACK_IMPORTED_MODULE_3__/* .NOT_KNOWN */ .gE),
        right,
        // The members of a group have the right through it.
        isOpen || label === undefined ? (0,_reports_known_js__WEBPACK_IMPORTED_MODULE_3__/* .atLeast */ .jZ)(way) : (0,_reports_known_js__WEBPACK_IMPORTED_MODULE_3__/* .known */ .eO)(way),
        isUncertain ? _reports_known_js__WEBPACK_IMPORTED_MODULE_3__/* .NOT_KNOWN */ .gE : insideOf(directGrant, isEveryone ? (0,_reports_known_js__WEBPACK_IMPORTED_MODULE_3__/* .known */ .eO)(true) : byAddress(label)),
    ]);
    return { ...row, identity: identityOf(grant, trustee, group) };
}
/** Who has a right, and through which group, by IDs: a text, or a list of several. */
function identityOf({ id, isInherited = false, isEveryone }, trustee, group) {
    const members = [];
    const add = (name, ids) => {
        const [first, ...others] = ids.filter((one) => one !== undefined);
        if (first !== undefined)
            members.push([name, others.length === 0 ? first : [first, ...others]]);
    };
    add('TrusteeId', group === undefined ? [id, trustee?.id] : [trustee?.id]);
    if (group !== undefined)
        add('ThroughId', [id, group.id]);
    if (isInherited)
        members.push(['Inherited', true]);
    if (isEveryone)
        members.push(['Everyone', true]);
    return members.length === 0 ? undefined : Object.fromEntries(members);
}
/** What the service says about the trustee of a grant, else what the domain of the address says. */
function insideOf(grant, byDomain) {
    return grant?.inside.isKnown === true ? grant.inside : byDomain;
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
    return textOf('Through') === _reports_built_in_access_js__WEBPACK_IMPORTED_MODULE_2__/* .DIRECT */ .yc && changes.some((change) => showsRight(change, textOf));
}
/** Whether a change of a report from which `access` is made shows that somebody has got or lost a right. */
function showsRight({ report, item, column }, textOf) {
    const [trustee, right] = [textOf('Trustee'), textOf('Right')];
    switch (report) {
        case 'mailbox-permissions':
            return isSameText(item, `${trustee}; ${right}`);
        case 'calendar-permissions':
            return right.startsWith(_text_rights_js__WEBPACK_IMPORTED_MODULE_5__/* .CALENDAR_RIGHT */ .oS) && isSameText(item, trustee);
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

/***/ 55835:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   Bv: () => (/* binding */ MAX_MATCHES),
/* harmony export */   YF: () => (/* binding */ MAX_BRACE_EXPANSIONS),
/* harmony export */   th: () => (/* binding */ matchesOf)
/* harmony export */ });
/* harmony import */ var node_fs_promises__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(51455);
/* harmony import */ var node_fs_promises__WEBPACK_IMPORTED_MODULE_0___default = /*#__PURE__*/__webpack_require__.n(node_fs_promises__WEBPACK_IMPORTED_MODULE_0__);
/* harmony import */ var _workspace_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(79622);


const MAX_BRACE_EXPANSIONS = 10_000;
const MAX_MATCHES = 10_000;
/** The files and folders that a glob relative to the root matches, sorted; undefined if it is too broad. */
async function matchesOf(pattern, { root }) {
    if (braceExpansions(pattern) > MAX_BRACE_EXPANSIONS)
        return undefined;
    const matches = [];
    for await (const match of (0,node_fs_promises__WEBPACK_IMPORTED_MODULE_0__.glob)(pattern, { cwd: root })) {
        if (matches.push((0,_workspace_js__WEBPACK_IMPORTED_MODULE_1__/* .slashed */ .df)(match)) > MAX_MATCHES)
            return undefined;
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

/***/ 3353:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   H: () => (/* binding */ renameFile),
/* harmony export */   f: () => (/* binding */ replaceFile)
/* harmony export */ });
/* harmony import */ var node_fs__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(73024);
/* harmony import */ var node_fs__WEBPACK_IMPORTED_MODULE_0___default = /*#__PURE__*/__webpack_require__.n(node_fs__WEBPACK_IMPORTED_MODULE_0__);
/* harmony import */ var _errors_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(83916);


/** On Windows, a file cannot be replaced while a virus scanner or indexer has it open. */
const TRANSIENT = new Set(['EPERM', 'EACCES', 'EBUSY']);
const DELAYS_MS = [50, 100, 200, 400, 800];
/**
 * Renames a file, and replaces another one, in several attempts. Throws what the file system threw last.
 *
 * @param rename what renames: that of Node.js if not given
 */
function renameFile(from, to, rename = node_fs__WEBPACK_IMPORTED_MODULE_0__.renameSync) {
    for (const delay of DELAYS_MS) {
        try {
            rename(from, to);
            return;
        }
        catch (error) {
            if (!TRANSIENT.has((0,_errors_js__WEBPACK_IMPORTED_MODULE_1__/* .systemErrorCode */ .vq)(error)))
                throw error;
            Atomics.wait(new Int32Array(new SharedArrayBuffer(4)), 0, 0, delay);
        }
    }
    rename(from, to);
}
/**
 * Writes a file beside the earlier one, and replaces that once all bytes are on the disk: a reader finds a whole file or none. A link with
 * the name of the file beside it is not followed. Throws what the file system threw.
 */
function replaceFile(file, content, mode) {
    const temp = `${file}.new`;
    (0,node_fs__WEBPACK_IMPORTED_MODULE_0__.rmSync)(temp, { force: true });
    try {
        (0,node_fs__WEBPACK_IMPORTED_MODULE_0__.writeFileSync)(temp, content, { flag: 'wx', flush: true, ...(mode === undefined ? {} : { mode }) });
    }
    catch (error) {
        (0,node_fs__WEBPACK_IMPORTED_MODULE_0__.rmSync)(temp, { force: true });
        throw error;
    }
    renameFile(temp, file);
}


/***/ }),

/***/ 96584:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   gq: () => (/* binding */ GitHub),
/* harmony export */   y_: () => (/* binding */ GitHubError)
/* harmony export */ });
/* unused harmony export GitHubUnreachable */
/* harmony import */ var undici__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(46752);
/* harmony import */ var _auth_redact_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(95353);
/* harmony import */ var _errors_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(83916);
/* harmony import */ var _http_headers_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(59718);
/* harmony import */ var _http_retrying_js__WEBPACK_IMPORTED_MODULE_6__ = __webpack_require__(91952);
/* harmony import */ var _http_secure_url_js__WEBPACK_IMPORTED_MODULE_5__ = __webpack_require__(28347);
/* harmony import */ var _json_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(8301);







/** Of requests that a fault of the server, a limit or the network has stopped. */
const RETRY = { first: 1_000, longest: 4_000, attempts: 3, maxWait: 60_000 };
/** Items of a page: the most that GitHub returns. */
const PAGE_SIZE = 100;
const NEXT_PAGE = /<([^<>]*)>\s*;[^,<]*\brel="?next\b/i;
/** GitHub answers a request with an error. The message is the one of GitHub, with the page that explains it. */
class GitHubError extends Error {
    name = 'GitHubError';
    /** Such as `GET /repos/contoso/mailboxes`. */
    request;
    status;
    /** What GitHub says about it; '' if it says nothing. */
    reason;
    /** Whether a limit of requests is reached, which has the status of a missing permission too. */
    isLimited;
    /** The page that authorizes the token for an organization with SAML single sign-on; undefined if that is not the reason. */
    singleSignOn;
    /** Of a classic token; undefined if GitHub does not say, as of a fine-grained one. */
    scopes;
    constructor(answer) {
        const { request, status, json, text } = answer;
        const reason = (0,_json_js__WEBPACK_IMPORTED_MODULE_3__/* .textIn */ .r7)(json, 'message') || (0,_auth_redact_js__WEBPACK_IMPORTED_MODULE_1__/* .excerpt */ .Kb)(text);
        const parts = [reason === '' ? `HTTP ${status}` : reason, (0,_json_js__WEBPACK_IMPORTED_MODULE_3__/* .textIn */ .r7)(json, 'documentation_url')];
        super(parts.filter((part) => part !== '').join(' - '));
        this.request = request;
        this.status = status;
        this.reason = reason;
        this.isLimited = isLimited(answer);
        this.singleSignOn = singleSignOnIn(answer.headers);
        this.scopes = (0,_http_headers_js__WEBPACK_IMPORTED_MODULE_4__/* .firstValue */ .Kb)(answer.headers['x-oauth-scopes'])
            ?.split(',')
            .map((scope) => scope.trim());
    }
}
/** No complete response arrived. The message has the reason. */
class GitHubUnreachable extends Error {
    name = 'GitHubUnreachable';
    constructor(cause) {
        super((0,_errors_js__WEBPACK_IMPORTED_MODULE_2__/* .describeError */ .Uc)(cause));
    }
}
/** The REST API of a server. https://docs.github.com/rest/using-the-rest-api/best-practices-for-using-the-rest-api */
class GitHub {
    #options;
    #origin;
    #redactor = new _auth_redact_js__WEBPACK_IMPORTED_MODULE_1__/* .Redactor */ .pO();
    constructor(options, { origin }) {
        this.#options = options;
        this.#origin = origin;
        this.#redactor.add(options.token ?? '');
    }
    /** Undefined unless the URL may receive a token. */
    static at(options) {
        const url = URL.parse(options.url);
        if (url === null || !(0,_http_secure_url_js__WEBPACK_IMPORTED_MODULE_5__/* .isConfidential */ .F)(url))
            return undefined;
        return new GitHub({ ...options, url: options.url.replace(/\/$/, '') }, url);
    }
    get hasToken() {
        return this.#options.token !== undefined;
    }
    /** Such as `api.github.com`. */
    get host() {
        return new URL(this.#origin).host;
    }
    /** How requests reach the server: a download that it redirects to goes the same way. */
    get network() {
        return this.#options;
    }
    /**
     * Sends a request to a path of the API, again after a limit of requests, a fault of the server and a failure of the network. A POST, which
     * may have been done, is sent again only after a limit. Rejects with a GitHubUnreachable, and with the signal's reason.
     */
    async send(path, request = {}) {
        return this.#sendTo(new URL(this.#options.url + path), request);
    }
    /** GETs JSON. Rejects with a GitHubError unless the status is 200, and as `send` does. */
    async get(path) {
        return contentOf(await this.send(path));
    }
    /**
     * The items of a listing, page by page. Rejects with a GitHubError, as `send` does, and if a page is not what it should be: without the
     * list, or with a link to another origin.
     *
     * @param member the name of the list in a page
     * @param most pages that are read
     */
    async *pages(path, member, most) {
        let url = new URL(this.#options.url + path);
        url.searchParams.set('per_page', String(PAGE_SIZE));
        for (let page = 1; page <= most; page += 1) {
            const answer = await this.#sendTo(url, {});
            const items = (0,_json_js__WEBPACK_IMPORTED_MODULE_3__/* .property */ .MZ)(contentOf(answer), member);
            if (!Array.isArray(items))
                throw new Error(`the answer has no ${member}`);
            yield items;
            const [, link] = NEXT_PAGE.exec((0,_http_headers_js__WEBPACK_IMPORTED_MODULE_4__/* .firstValue */ .Kb)(answer.headers.link) ?? '') ?? [];
            if (link === undefined)
                return;
            url = this.#ownUrl(link, url);
        }
    }
    #ownUrl(link, base) {
        const url = URL.parse(link, base.href);
        if (url?.origin !== this.#origin)
            throw new Error('the next page is on another server');
        return url;
    }
    async #sendTo(url, request) {
        const { once = false, method = 'GET' } = request;
        const mayRepeat = method !== 'POST';
        const result = await (0,_http_retrying_js__WEBPACK_IMPORTED_MODULE_6__/* .retrying */ .R$)(async () => {
            let answer;
            try {
                answer = await this.#follow(url, request);
            }
            catch (error) {
                this.#options.signal?.throwIfAborted();
                return attempt(new GitHubUnreachable(error), !once && mayRepeat);
            }
            if (isLimited(answer))
                return attempt(answer, !once, waitOf(answer, this.#options.now()));
            return attempt(answer, !once && mayRepeat && answer.status >= 500, waitOf(answer, this.#options.now()));
        }, this.#options);
        if (result instanceof GitHubUnreachable)
            throw result;
        return result;
    }
    /** Follows one redirect at the origin: a renamed repository has one to its number. */
    async #follow(url, request) {
        const answer = await this.#sendOnce(url, request);
        const { status, location } = answer;
        if (![301, 307, 308].includes(status) || location?.origin !== this.#origin)
            return answer;
        return this.#sendOnce(location, request);
    }
    async #sendOnce(url, { method = 'GET', body, accept = 'application/vnd.github+json' }) {
        const { token, dispatcher, signal } = this.#options;
        const headers = { accept, 'user-agent': 'mailbox-report' };
        if (token !== undefined)
            headers.authorization = `Bearer ${token}`;
        if (body !== undefined)
            headers['content-type'] = 'application/json';
        const response = await (0,undici__WEBPACK_IMPORTED_MODULE_0__.request)(url, {
            dispatcher,
            signal: signal ?? null,
            method,
            headers,
            body: body === undefined ? null : JSON.stringify(body),
        });
        const location = (0,_http_headers_js__WEBPACK_IMPORTED_MODULE_4__/* .firstValue */ .Kb)(response.headers.location);
        const text = this.#redactor.redact(await response.body.text());
        return {
            request: `${method} ${url.href.replace(this.#options.url, '')}`,
            status: response.statusCode,
            headers: response.headers,
            text,
            json: (0,_json_js__WEBPACK_IMPORTED_MODULE_3__/* .jsonOrUndefined */ ._D)(text),
            location: location === undefined ? undefined : (URL.parse(location, url.href) ?? undefined),
        };
    }
}
function attempt(result, retries, retryAfter) {
    return { result, retry: retries ? { rule: RETRY, retryAfter } : undefined };
}
/** Rejects other answers than 200 with JSON. */
function contentOf(answer) {
    if (answer.status !== 200)
        throw new GitHubError(answer);
    if (answer.json === undefined)
        throw new Error('the answer is not JSON');
    return answer.json;
}
/** https://docs.github.com/enterprise-cloud@latest/rest/overview/authenticating-to-the-rest-api#authenticating-with-saml-sso */
function singleSignOnIn(headers) {
    const [, url = ''] = /^required;\s*url=(\S+)$/i.exec((0,_http_headers_js__WEBPACK_IMPORTED_MODULE_4__/* .firstValue */ .Kb)(headers['x-github-sso']) ?? '') ?? [];
    const page = URL.parse(url);
    return page?.protocol === 'https:' ? page : undefined;
}
/** https://docs.github.com/rest/using-the-rest-api/rate-limits-for-the-rest-api */
function isLimited({ status, headers, json }) {
    if (status !== 403)
        return status === 429;
    return (headers['retry-after'] !== undefined ||
        (0,_http_headers_js__WEBPACK_IMPORTED_MODULE_4__/* .firstValue */ .Kb)(headers['x-ratelimit-remaining']) === '0' ||
        /rate limit/i.test((0,_json_js__WEBPACK_IMPORTED_MODULE_3__/* .textIn */ .r7)(json, 'message')));
}
/** Ms until the request may be sent again; undefined if GitHub does not say. */
function waitOf({ headers }, present) {
    const now = (0,_http_headers_js__WEBPACK_IMPORTED_MODULE_4__/* .serverTime */ .nI)(headers, present);
    const retryAfter = (0,_http_headers_js__WEBPACK_IMPORTED_MODULE_4__/* .retryAfterMs */ .Vs)((0,_http_headers_js__WEBPACK_IMPORTED_MODULE_4__/* .firstValue */ .Kb)(headers['retry-after']), now);
    if (retryAfter !== undefined || (0,_http_headers_js__WEBPACK_IMPORTED_MODULE_4__/* .firstValue */ .Kb)(headers['x-ratelimit-remaining']) !== '0')
        return retryAfter;
    const reset = Number((0,_http_headers_js__WEBPACK_IMPORTED_MODULE_4__/* .firstValue */ .Kb)(headers['x-ratelimit-reset']));
    return reset > 0 ? Math.max(0, reset * 1000 - now) : undefined;
}


/***/ }),

/***/ 92322:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   R: () => (/* binding */ download),
/* harmony export */   d: () => (/* binding */ HostError)
/* harmony export */ });
/* harmony import */ var undici__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(46752);

/** Of a file that is read as it arrives: a report of a million mailboxes has some 250 MB. */
const MAX_BYTES = 1024 ** 3;
/** A slow line needs more time than a response that is kept in memory. */
const MAX_MS = 900_000;
/** The host of a file answers with another status than 200. */
class HostError extends Error {
    name = 'HostError';
    status;
    constructor(status) {
        super(`The host of the file answered with status ${status}.`);
        this.status = status;
    }
}
/**
 * The bytes of a file whose URL is its authentication: no token is sent, and no redirect is followed. Rejects with a HostError if the status
 * is not 200, and if the file is too large. The messages do not have the URL.
 */
async function* download(url, { dispatcher, signal }) {
    const options = { dispatcher, signal, headersTimeout: MAX_MS, maxBytes: MAX_BYTES };
    const { statusCode, body } = await (0,undici__WEBPACK_IMPORTED_MODULE_0__.request)(url, options);
    if (statusCode !== 200) {
        await body.dump();
        throw new HostError(statusCode);
    }
    for await (const chunk of body)
        if (Buffer.isBuffer(chunk))
            yield chunk;
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
/* harmony export */   y_: () => (/* binding */ retryWait)
/* harmony export */ });
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
        const { now, random } = this.#clock;
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
    const { signal, sleep } = clock;
    const retries = new Retries(clock);
    for (;;) {
        signal?.throwIfAborted();
        const { result, retry } = await attempt();
        const wait = retry && retries.next(retry);
        if (wait === undefined)
            return result;
        await sleep(wait, signal);
    }
}
/** The longest wait in ms that failures ask for. */
function longestWait(failures) {
    const waits = failures.flatMap(({ retryAfter }) => retryAfter ?? []);
    return waits.length > 0 ? Math.max(...waits) : undefined;
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

/***/ 31600:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   U: () => (/* binding */ idsOf),
/* harmony export */   b: () => (/* binding */ Identities)
/* harmony export */ });
/* harmony import */ var _json_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(8301);
/* harmony import */ var _mailbox_answer_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(54739);


/** What is known of the mailboxes of a run, by their addresses in the list. */
class Identities {
    #identities = new Map();
    /** Why accounts could not be read, apart from those that do not exist. */
    #failures = new Map();
    /** IDs of the mailboxes that passed. */
    #seen = new Set();
    /** Whether the application may not read them in Graph. */
    isDenied = false;
    add(address, identity) {
        this.#identities.set(address.toLowerCase(), identity);
    }
    addFailure(address, { status, error }) {
        if (!(0,_mailbox_answer_js__WEBPACK_IMPORTED_MODULE_0__/* .isMissing */ .b)(status))
            this.#failures.set(address.toLowerCase(), error);
    }
    /** Why it could not be read which mailbox an address names; undefined if it was, or if there is none. */
    failureOf(address) {
        return this.#failures.get(address.toLowerCase());
    }
    of(address) {
        return this.#identities.get(address.toLowerCase());
    }
    /** Whether an address that passed before names the same mailbox. Call it once for each mailbox. */
    isRepeated(address) {
        const ids = idsOf(this.of(address) ?? {});
        const isRepeated = ids.some((value) => this.#seen.has(value));
        for (const value of ids)
            this.#seen.add(value);
        return isRepeated;
    }
    /** The object ID of the account of a mailbox; undefined if it is not known. */
    idOf(address) {
        return this.of(address)?.account ?? ((0,_json_js__WEBPACK_IMPORTED_MODULE_1__/* .isGuid */ .W_)(address) ? address.toLowerCase() : undefined);
    }
    /** The names that are known: addresses, with that of the list, and IDs. */
    namesOf = (address) => {
        const { addresses = [], ...ids } = this.of(address) ?? {};
        return [...new Set([address.toLowerCase(), ...addresses, ...idsOf(ids)])];
    };
}
/** The IDs that are known, as an exemption or an entry of a baseline may have them. */
function idsOf({ account, guid }) {
    return [account, guid].filter((id) => id !== undefined);
}


/***/ }),

/***/ 1240:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   Qn: () => (/* binding */ ListColumns),
/* harmony export */   qN: () => (/* binding */ columnKey)
/* harmony export */ });
/* unused harmony export USUAL_COLUMN */
/* harmony import */ var _errors_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(83916);
/* harmony import */ var _text_did_you_mean_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(63180);
/* harmony import */ var _text_display_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(24745);
/* harmony import */ var _text_numbers_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(92613);
/* harmony import */ var _text_audience_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(58217);





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
        const seenNames = [...this.#seen].filter((name) => name !== '').map(_text_display_js__WEBPACK_IMPORTED_MODULE_3__/* .visibleLine */ .P8);
        const [file] = files;
        const lists = files.length === 1 ? `${file} has` : 'The mailbox lists have';
        const actual = seenNames.length === 0
            ? 'Only .csv and .json lists have columns.'
            : `They are: ${(0,_text_numbers_js__WEBPACK_IMPORTED_MODULE_4__/* .someNames */ .Xq)(seenNames, _text_display_js__WEBPACK_IMPORTED_MODULE_3__/* .shownText */ .f$)}.`;
        return this.#columns
            .filter(({ header }) => this.#isNamed && header === undefined)
            .map(({ name }) => {
            const message = `${lists} no column ${(0,_text_display_js__WEBPACK_IMPORTED_MODULE_3__/* .shownText */ .f$)(name)}, which ${(0,_text_audience_js__WEBPACK_IMPORTED_MODULE_2__/* .inputName */ .yu)('extra-columns')} names. ${actual}`;
            return new _errors_js__WEBPACK_IMPORTED_MODULE_0__/* .UserError */ .yo('LIST_NO_COLUMN', message, {
                hint: `${(0,_text_did_you_mean_js__WEBPACK_IMPORTED_MODULE_1__/* .suggestion */ .h)(name, seenNames)}Correct ${(0,_text_audience_js__WEBPACK_IMPORTED_MODULE_2__/* .inputName */ .yu)('extra-columns')}, or add the column to a list.`,
                ...(file === undefined ? {} : { place: { file } }),
            });
        });
    }
}
/** Two columns of one name, in any spelling, may have different values: which of them counts would be a guess. */
function onlyPosition(names, keys, { key }, place) {
    const positions = keys.flatMap((other, index) => (other === key ? [index] : []));
    const [first = -1, ...rest] = positions;
    if (rest.length === 0)
        return first;
    const columns = positions.map((position) => (0,_text_display_js__WEBPACK_IMPORTED_MODULE_3__/* .shownText */ .f$)(names[position]?.trim() ?? '')).join(', ');
    throw new _errors_js__WEBPACK_IMPORTED_MODULE_0__/* .UserError */ .yo('LIST_NO_COLUMN', `${place.file} has several columns of one name: ${columns}.`, {
        hint: 'Rename or remove all but one.',
        place,
    });
}
/** A column name for comparison: in lower case, without spaces and hyphens. */
function columnKey(name) {
    return name.toLowerCase().replaceAll(/[\s-]/g, '');
}


/***/ }),

/***/ 29258:
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
// EXTERNAL MODULE: ./src/files/glob-files.ts
var glob_files = __webpack_require__(55835);
// EXTERNAL MODULE: ./src/files/workspace.ts
var files_workspace = __webpack_require__(79622);
// EXTERNAL MODULE: ./src/text/audience.ts
var audience = __webpack_require__(58217);
;// CONCATENATED MODULE: ./src/mailboxes/find-files.ts








const LIST_EXTENSIONS = ['txt', 'csv', 'json'];
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
    const matches = await (0,glob_files/* matchesOf */.th)(relative, workspace);
    if (matches === undefined)
        throw tooBroadError(relative);
    for (const match of matches) {
        const matched = await statsOf(match, workspace);
        if (matched.kind !== 'directory')
            files.push(await listFile(match, matched, workspace));
    }
    if (files.length === 0)
        throw await notFoundError(relative, workspace.root);
    return files;
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
    if (file.includes('@') && /[*?]/.test(file)) {
        return new errors/* UserError */.yo('LIST_NOT_FOUND', `${(0,display/* shownText */.f$)(file)} is a pattern, and no list has a name that it matches.`, {
            hint: `Set ${(0,audience/* inputName */.yu)('mailboxes')} to all, for every mailbox of the tenant, or to a list.`,
        });
    }
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
        hint: `A glob can match ${(0,numbers/* count */.U9)(glob_files/* MAX_MATCHES */.Bv)} files and stand for ${(0,numbers/* count */.U9)(glob_files/* MAX_BRACE_EXPANSIONS */.YF)} names by its braces. Use *, or name a directory.`,
    });
}

// EXTERNAL MODULE: ./src/mailboxes/list-columns.ts
var list_columns = __webpack_require__(1240);
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
    const keys = names.map(list_columns/* columnKey */.qN);
    const candidateKeys = (source.column === undefined ? ADDRESS_COLUMNS : [source.column]).map(list_columns/* columnKey */.qN);
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
            return (0,list_columns/* columnKey */.qN)(keys.names[position] ?? '');
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
    return (0,list_columns/* columnKey */.qN)(only);
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
    const columns = new list_columns/* ListColumns */.Qn(columnNames);
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
            if (earlier === undefined || !(0,mailboxes_mailbox/* isListed */.yy)(earlier))
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
function violationAnnotation({ rule, verdict, message, subject, file, line, more, isNew }, failOn) {
    const others = more === 0 ? '' : `, and ${(0,_text_numbers_js__WEBPACK_IMPORTED_MODULE_4__/* .count */ .U9)(more)} more`;
    return {
        level: failOn === 'warning' || (failOn === 'error' && verdict === 'fail') ? 'error' : 'warning',
        message: (0,_run_log_js__WEBPACK_IMPORTED_MODULE_5__/* .logLines */ .OG)(`${subject}: ${message}${others}${isNew ? ' (new)' : ''}`),
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
    const byCause = _totals_mailbox_counts_js__WEBPACK_IMPORTED_MODULE_2__/* .BY_REMEDY */ .Rq.filter((status) => status !== 'cancelled').map((status) => mailboxes.unreadableMailboxes(status).map((mailbox) => {
        const { address, error } = mailbox;
        return {
            level: 'warning',
            message: (0,_run_log_js__WEBPACK_IMPORTED_MODULE_5__/* .logLines */ .OG)(`${address}: ${error === '' ? _totals_mailbox_counts_js__WEBPACK_IMPORTED_MODULE_2__/* .REMEDIES */ .l0[status] : error}`),
            properties: { title: `Mailbox could not be read: ${status}`, ...(0,_run_log_js__WEBPACK_IMPORTED_MODULE_5__/* .placeProperties */ .ty)(mailbox) },
        };
    }));
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
function experimentalLine(summary) {
    const text = (0,_sections_run_js__WEBPACK_IMPORTED_MODULE_2__/* .experimentalText */ .Sk)(summary);
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
    const ofReports = (0,_sections_run_js__WEBPACK_IMPORTED_MODULE_2__/* .reportsTable */ .ey)(reports, summary.tables);
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
/* harmony export */   lL: () => (/* binding */ wholeSection),
/* harmony export */   oS: () => (/* binding */ tableMarkdown),
/* harmony export */   p7: () => (/* binding */ markdownText),
/* harmony export */   qF: () => (/* binding */ foldedSection),
/* harmony export */   zQ: () => (/* binding */ markdownLines)
/* harmony export */ });
/* harmony import */ var _text_display_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(24745);
/* harmony import */ var _text_numbers_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(92613);
/* harmony import */ var _run_section_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(69194);



/** Characters with a meaning in Markdown, HTML or table rows, anywhere in a line: no text is put into an attribute. */
const MARKS = /[&<>`*_{}[\]\\|~^=$!#@]/g;
/** The same in the text of a link. */
const LINK_MARKS = /[&<>`*_{}[\]\\|~^=$!@]/g;
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
/** A summary or a comment that is one section. Tables have all their rows. */
function wholeSection({ title, blocks }) {
    return `## ${markdownText(title)}\n\n${blocksMarkdown(blocks, Infinity)}`;
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
/* harmony export */   ES: () => (/* binding */ currentEntry),
/* harmony export */   Eq: () => (/* binding */ violationIdentity),
/* harmony export */   Ld: () => (/* binding */ changingColumns),
/* harmony export */   Ms: () => (/* binding */ entryOf),
/* harmony export */   PO: () => (/* binding */ baselineCells),
/* harmony export */   v4: () => (/* binding */ writtenText),
/* harmony export */   x2: () => (/* binding */ baselineKey)
/* harmony export */ });
/* harmony import */ var _reports_definition_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(54530);
/* harmony import */ var _text_csv_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(13339);
/* harmony import */ var _text_display_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(24745);



/** The header of `baseline.csv`. */
const BASELINE_COLUMNS = ['Rule', 'MailboxName', 'Item', 'Column', 'Found', 'Row', 'AddedOn'];
/**
 * A cell as `baseline.csv` has it: formulas defused, line ends as `\n`, since Git may convert them, without NUL, which would
 * make the file binary for Git, and without unpaired surrogates, which UTF-8 cannot store. That of such a text is the same text.
 */
function writtenText(cell) {
    return (0,_text_csv_js__WEBPACK_IMPORTED_MODULE_1__/* .defusedText */ .W)((0,_text_display_js__WEBPACK_IMPORTED_MODULE_2__/* .cellText */ .Ie)(cell).toWellFormed().replace(/\r\n?/g, '\n').replaceAll('\0', '\uFFFD'));
}
/** The identity of a violation as the baseline compares it. */
function violationIdentity(rule, address, violation) {
    const { item, row, column, found, changesByItself } = violation;
    return {
        rule: writtenText(rule),
        address: writtenText(address),
        item: writtenText(item),
        column: writtenText(column),
        found: changesByItself === true ? '' : writtenText(found),
        row: writtenText(row),
    };
}
/** @param reports those that the rules can name */
function changingColumns(rules, reports) {
    const reportOf = new Map(rules.map(({ id, report }) => [writtenText(id), report]));
    const byName = new Map(Array.from(reports, (report) => [report.name, report]));
    return (rule, written) => {
        const own = byName.get(reportOf.get(rule) ?? '');
        const { report = '', column = '' } = own === undefined ? {} : (0,_reports_definition_js__WEBPACK_IMPORTED_MODULE_0__/* .columnOf */ .uV)(own, written);
        const definition = byName.get(report);
        return definition !== undefined && (0,_reports_definition_js__WEBPACK_IMPORTED_MODULE_0__/* .changesByItself */ .eg)(definition, column);
    };
}
/** An entry as runs write it today: those of earlier versions have a value where it changes by itself. */
function currentEntry(entry, isChanging) {
    return isChanging(entry.rule, entry.column) ? { ...entry, found: '' } : entry;
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
/* harmony import */ var _reports_file_columns_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(14423);
/* harmony import */ var _reports_known_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(81168);
/* harmony import */ var _reports_registration_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(47082);
/* harmony import */ var _reports_row_view_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(20573);
/* harmony import */ var _text_display_js__WEBPACK_IMPORTED_MODULE_5__ = __webpack_require__(24745);
/* harmony import */ var _text_numbers_js__WEBPACK_IMPORTED_MODULE_6__ = __webpack_require__(92613);







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
        const text = shownValue(definition && shownRow ? valueIn(shownColumn, definition, shownRow) : _reports_known_js__WEBPACK_IMPORTED_MODULE_2__/* .NOT_READ */ .VF);
        return quote + (text === '' && quote === '' ? 'not set' : text);
    });
    if (message !== undefined)
        return (0,_text_display_js__WEBPACK_IMPORTED_MODULE_5__/* .visibleLine */ .P8)(filled(message, report));
    /** The sentence of a column's own report about its cell. */
    const sentenceAbout = (written, text) => {
        const { definition, column: ofReport } = located(report, written);
        const isRegistered = definition !== undefined && (0,_reports_registration_js__WEBPACK_IMPORTED_MODULE_3__/* .isRegisteredColumn */ .JL)(definition, ofReport);
        if (isRegistered)
            return (0,_text_display_js__WEBPACK_IMPORTED_MODULE_5__/* .visibleLine */ .P8)(filled(definition.right ?? '', definition) + registeredText(text, row));
        const sentence = definition && ofColumn(definition, ofReport, text);
        return definition && sentence && (0,_text_display_js__WEBPACK_IMPORTED_MODULE_5__/* .visibleLine */ .P8)(filled(sentence, definition));
    };
    const violated = sentenceAbout(column, (0,_text_display_js__WEBPACK_IMPORTED_MODULE_5__/* .cellText */ .Ie)(found)) ??
        `${column}${ofItem(item)} is ${shownOrBlank((0,_text_display_js__WEBPACK_IMPORTED_MODULE_5__/* .cellText */ .Ie)(found))}, expected ${shownCell(expected)}`;
    const deciding = Object.keys(when).flatMap((written) => {
        const { definition, column: ofReport, row: otherRow } = located(report, written);
        if (definition === report || definition === undefined || otherRow === undefined)
            return [];
        const text = (0,_reports_row_view_js__WEBPACK_IMPORTED_MODULE_4__/* .shownText */ .f$)(valueIn(ofReport, definition, otherRow));
        return [sentenceAbout(written, text) ?? `${written} is ${shownOrBlank(text)}`];
    });
    return [violated, ...deciding].join('; ');
}
function shownOrBlank(text) {
    return text === '' ? 'blank' : shownCell(text);
}
/** Why a rule is inconclusive for a row, as `violationMessage`. */
function inconclusiveMessage(columns, item) {
    return `${(0,_text_numbers_js__WEBPACK_IMPORTED_MODULE_6__/* .listed */ .KE)(columns, 'and')}${ofItem(item)} cannot be fully read, so the rule is not decided`;
}
/** What a register says about a right, after the words that name it. */
const REGISTERED_TEXTS = {
    yes: 'is registered',
    due: 'is due for review',
    expired: 'has expired in the register',
    no: 'is not registered',
};
function registeredText(registered, { registration }) {
    const reason = registration?.reason === undefined ? '' : `: ${registration.reason}`;
    return ` ${REGISTERED_TEXTS[registered] ?? ''}${reason}`;
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
/** What a name in a sentence means in a row. */
function valueIn(name, report, row) {
    const { mailbox } = row;
    const ofFile = (0,_reports_file_columns_js__WEBPACK_IMPORTED_MODULE_1__/* .fileColumn */ .Z)(report, name);
    if (ofFile !== undefined)
        return ofFile.isOfCell ? ofFile.valueIn(row) : (0,_reports_known_js__WEBPACK_IMPORTED_MODULE_2__/* .known */ .eO)((0,_reports_known_js__WEBPACK_IMPORTED_MODULE_2__/* .shownOf */ .Rp)(ofFile.valueIn(row)) ?? '');
    const cell = (0,_reports_row_view_js__WEBPACK_IMPORTED_MODULE_4__/* .viewOf */ .du)(Object.keys(report.columns), row).cell(name);
    return cell ?? (0,_reports_known_js__WEBPACK_IMPORTED_MODULE_2__/* .known */ .eO)(name === _reports_definition_js__WEBPACK_IMPORTED_MODULE_0__/* .MAILBOX_COLUMN */ .aN && mailbox !== undefined ? mailbox.address : null);
}
function shownValue(one) {
    const value = (0,_reports_known_js__WEBPACK_IMPORTED_MODULE_2__/* .shownOf */ .Rp)(one);
    if (!one.isKnown && !(Array.isArray(value) && value.length > 0))
        return 'unknown';
    return shownCell(Array.isArray(value) ? value.map(_text_display_js__WEBPACK_IMPORTED_MODULE_5__/* .cellText */ .Ie).join(', ') : (0,_text_display_js__WEBPACK_IMPORTED_MODULE_5__/* .cellText */ .Ie)(value));
}
function shownCell(text) {
    return (0,_text_display_js__WEBPACK_IMPORTED_MODULE_5__/* .visibleLine */ .P8)((0,_text_display_js__WEBPACK_IMPORTED_MODULE_5__/* .shortened */ .vI)(text, LONGEST_CELL));
}


/***/ }),

/***/ 58164:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   HZ: () => (/* binding */ registered),
/* harmony export */   KV: () => (/* binding */ choosePolicy),
/* harmony export */   W9: () => (/* binding */ warningsOfRun),
/* harmony export */   b4: () => (/* binding */ columnsOfRule),
/* harmony export */   hM: () => (/* binding */ checkPolicy),
/* harmony export */   hf: () => (/* binding */ chooseBaseline),
/* harmony export */   r8: () => (/* binding */ reportsOfPolicy),
/* harmony export */   wZ: () => (/* binding */ builtInWith)
/* harmony export */ });
/* harmony import */ var _errors_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(83916);
/* harmony import */ var _reports_built_in_tables_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(35445);
/* harmony import */ var _reports_choose_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(4274);
/* harmony import */ var _reports_definition_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(54530);
/* harmony import */ var _reports_derived_row_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(93107);
/* harmony import */ var _reports_table_js__WEBPACK_IMPORTED_MODULE_5__ = __webpack_require__(6711);
/* harmony import */ var _finding_message_js__WEBPACK_IMPORTED_MODULE_6__ = __webpack_require__(25341);
/* harmony import */ var _register_row_right_js__WEBPACK_IMPORTED_MODULE_7__ = __webpack_require__(57205);








/**
 * Reads the policy that the input `policy` names, and adds the built-in reports that only its rules need. Rejects with the
 * UserError `POLICY_FILE` for a file that cannot be read or has mistakes.
 *
 * @param definitions the reports of the input `report`
 * @param listColumns columns of the mailbox list, which every report carries
 * @param input the name of the input, for errors
 */
async function choosePolicy(file, workspace, { reports: named, tables }, listColumns, input = 'policy') {
    const reports = named.map((report) => (0,_reports_definition_js__WEBPACK_IMPORTED_MODULE_3__/* .withListColumns */ .yk)(report, listColumns));
    if (file === undefined) {
        return { policy: undefined, reports: (0,_reports_definition_js__WEBPACK_IMPORTED_MODULE_3__/* .madeFirst */ .Sb)(reports), tables: (0,_reports_built_in_tables_js__WEBPACK_IMPORTED_MODULE_1__/* .tablesWith */ .KW)(tables, reports), added: [] };
    }
    const { checkPolicyFile } = await Promise.all(/* import() */[__webpack_require__.e(501), __webpack_require__.e(815), __webpack_require__.e(213), __webpack_require__.e(384), __webpack_require__.e(263), __webpack_require__.e(227)]).then(__webpack_require__.bind(__webpack_require__, 67263));
    const own = [...reports, ...tables];
    const available = new Map([...builtInWith(listColumns), ...own].map((report) => [report.name, report]));
    const policy = (0,_errors_js__WEBPACK_IMPORTED_MODULE_0__/* .requireValue */ .vd)(await checkPolicyFile(file, workspace, [...available.values()], { input }));
    const names = reportsOfPolicy(policy, available);
    const needed = [...available.values()].filter(({ name }) => names.has(name) && own.every((one) => one.name !== name));
    const additions = (0,_reports_choose_js__WEBPACK_IMPORTED_MODULE_2__/* .chosenOf */ .KT)(needed);
    const all = (0,_reports_definition_js__WEBPACK_IMPORTED_MODULE_3__/* .madeFirst */ .Sb)([...reports, ...additions.reports]);
    const withColumns = all.map((report) => registered(report, policy));
    return { policy, reports: withColumns, tables: (0,_reports_built_in_tables_js__WEBPACK_IMPORTED_MODULE_1__/* .tablesWith */ .KW)([...tables, ...additions.tables], all), added: needed };
}
/** The reports that the rules of a policy need: whose columns they name, and of which these are made. */
function reportsOfPolicy({ rules }, available) {
    const names = new Set(rules.map(({ report }) => report));
    for (const rule of rules) {
        const own = available.get(rule.report);
        if (own === undefined)
            continue;
        for (const { report: name, column } of columnsOfRule(rule, own)) {
            names.add(name);
            const report = available.get(name);
            const isMade = report !== undefined && !(0,_reports_table_js__WEBPACK_IMPORTED_MODULE_5__/* .isTable */ .bI)(report) && (0,_reports_definition_js__WEBPACK_IMPORTED_MODULE_3__/* .isMadeReport */ .u7)(report);
            for (const source of isMade ? (0,_reports_derived_row_js__WEBPACK_IMPORTED_MODULE_4__/* .sourcesOf */ .u0)(report, column) : [])
                names.add(source);
        }
    }
    return names;
}
/** The columns that a rule names. `own`: its report. */
function columnsOfRule({ when, expect, message = '' }, own) {
    const names = [...Object.keys(when), ...Object.keys(expect), ...(0,_finding_message_js__WEBPACK_IMPORTED_MODULE_6__/* .columnsIn */ .Jb)(message)];
    return names.map((name) => (0,_reports_definition_js__WEBPACK_IMPORTED_MODULE_3__/* .columnOf */ .uV)(own, name));
}
/** A report with the column of the register, if the policy names one and its rows are rights. */
function registered(report, policy) {
    return policy?.register === undefined ? report : (0,_register_row_right_js__WEBPACK_IMPORTED_MODULE_7__/* .withRegister */ .oL)(report);
}
/** The built-in reports, those about mailboxes with the columns of a mailbox list. */
function builtInWith(listColumns) {
    return [..._reports_built_in_tables_js__WEBPACK_IMPORTED_MODULE_1__/* .allBuiltIn */ .by.values()].map((report) => carrying(report, listColumns));
}
/** Only reports about mailboxes carry the columns of a list. */
function carrying(report, listColumns) {
    return (0,_reports_table_js__WEBPACK_IMPORTED_MODULE_5__/* .isTable */ .bI)(report) ? report : (0,_reports_definition_js__WEBPACK_IMPORTED_MODULE_3__/* .withListColumns */ .yk)(report, listColumns);
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
    const { checkPolicyFile } = await Promise.all(/* import() */[__webpack_require__.e(501), __webpack_require__.e(815), __webpack_require__.e(213), __webpack_require__.e(384), __webpack_require__.e(263), __webpack_require__.e(227)]).then(__webpack_require__.bind(__webpack_require__, 67263));
    const { workspace, listColumns, complete } = check;
    const ofFiles = check.reports.map((report) => carrying(report, listColumns));
    const reports = [...builtInWith(listColumns), ...ofFiles];
    const checked = await checkPolicyFile(file, workspace, reports, { complete });
    if (checked.value === undefined)
        return checked;
    const { policyWarnings } = await Promise.all(/* import() */[__webpack_require__.e(501), __webpack_require__.e(815), __webpack_require__.e(213), __webpack_require__.e(384), __webpack_require__.e(757)]).then(__webpack_require__.bind(__webpack_require__, 13757));
    const { value: policy } = checked;
    const withColumns = reports.map((report) => registered(report, policy));
    return { ...checked, warnings: policyWarnings(policy, { ...check, reports: withColumns }) };
}
/** The probable mistakes that a run does not find by itself: they hide violations. */
const OF_RUN = new Set([
    'RULE_CHECKS_NOTHING',
    'VALUE_UNDOCUMENTED',
    'NAME_COMPARED',
    'BLANK_CELLS',
    'EXEMPTION_BROAD',
    'EXEMPTION_FAR',
]);
/** What a run warns of in its policy before it reads a mailbox, as `checkPolicy` does. */
async function warningsOfRun(policy, reports, now) {
    if (policy === undefined)
        return [];
    const { policyWarnings } = await Promise.all(/* import() */[__webpack_require__.e(501), __webpack_require__.e(815), __webpack_require__.e(213), __webpack_require__.e(384), __webpack_require__.e(757)]).then(__webpack_require__.bind(__webpack_require__, 13757));
    return policyWarnings(policy, { reports, addresses: undefined, now: now }).filter(({ code }) => OF_RUN.has(code));
}


/***/ }),

/***/ 7468:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   $C: () => (/* binding */ registerKey),
/* harmony export */   CA: () => (/* binding */ sortedEntries),
/* harmony export */   GI: () => (/* binding */ REGISTER_COLUMNS),
/* harmony export */   KS: () => (/* binding */ REQUIRED_COLUMNS),
/* harmony export */   LD: () => (/* binding */ REGISTERED_RIGHTS),
/* harmony export */   LK: () => (/* binding */ isSameRight),
/* harmony export */   P: () => (/* binding */ storedId),
/* harmony export */   R7: () => (/* binding */ isSid),
/* harmony export */   RV: () => (/* binding */ registerPath),
/* harmony export */   c1: () => (/* binding */ columnNamed),
/* harmony export */   hT: () => (/* binding */ EVERY_MAILBOX),
/* harmony export */   te: () => (/* binding */ registeredRight),
/* harmony export */   xV: () => (/* binding */ NO_ROLE)
/* harmony export */ });
/* unused harmony export entryCells */
/* harmony import */ var node_path__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(76760);
/* harmony import */ var node_path__WEBPACK_IMPORTED_MODULE_0___default = /*#__PURE__*/__webpack_require__.n(node_path__WEBPACK_IMPORTED_MODULE_0__);
/* harmony import */ var _json_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(8301);
/* harmony import */ var _reports_built_in_calendar_permissions_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(42177);
/* harmony import */ var _text_rights_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(87888);




/** The columns of a register, in the order in which a new file has them. */
const REGISTER_COLUMNS = [
    'MailboxName',
    'MailboxId',
    'Trustee',
    'TrusteeId',
    'Right',
    'Reason',
    'Owner',
    'Until',
    'ReviewedOn',
];
/** Columns that every file has, and whose cells are not blank. */
const REQUIRED_COLUMNS = ['MailboxName', 'Trustee', 'Right'];
/** The cell `MailboxName` of a right to every mailbox. */
const EVERY_MAILBOX = '*';
/** A role on a calendar that opens nothing. */
const NO_ROLE = 'none';
/** The rights that a register can have, in the spelling of the report `access`. */
const REGISTERED_RIGHTS = [
    ..._text_rights_js__WEBPACK_IMPORTED_MODULE_2__/* .MAILBOX_RIGHTS */ .zo,
    ..._reports_built_in_calendar_permissions_js__WEBPACK_IMPORTED_MODULE_1__/* .ROLES */ .gg.filter((role) => role !== NO_ROLE).map((role) => _text_rights_js__WEBPACK_IMPORTED_MODULE_2__/* .CALENDAR_RIGHT */ .oS + role),
];
/** The path or glob of a register, relative to the workspace unless it is absolute. `policy`: the path of the policy file. */
function registerPath(files, policy) {
    const written = files.replaceAll('\\', '/');
    const isAbsolute = node_path__WEBPACK_IMPORTED_MODULE_0___default().posix.isAbsolute(written) || node_path__WEBPACK_IMPORTED_MODULE_0___default().win32.isAbsolute(written);
    return isAbsolute ? written : node_path__WEBPACK_IMPORTED_MODULE_0___default().posix.join(node_path__WEBPACK_IMPORTED_MODULE_0___default().posix.dirname(policy), written);
}
/** The registered spelling of a right, without regard to case and to white space after the colon; undefined if there is none. */
function registeredRight(text) {
    const folded = text
        .trim()
        .toLowerCase()
        .replace(/\s*:\s*/, ': ');
    return REGISTERED_RIGHTS.find((right) => right.toLowerCase() === folded);
}
const SID = /^S-1-\d+(?:-\d+)+$/i;
/** Whether a text is a security identifier. https://learn.microsoft.com/windows/win32/secauthz/sid-components */
function isSid(text) {
    return SID.test(text);
}
/** An object ID or a SID as entries have it; undefined for another text. */
function storedId(text) {
    if (isSid(text))
        return text.toUpperCase();
    return (0,_json_js__WEBPACK_IMPORTED_MODULE_3__/* .isGuid */ .W_)(text) ? text.toLowerCase() : undefined;
}
/** The names of an entry as one string: mailbox, trustee and right, without case. Two entries may share it if their IDs differ. */
function registerKey({ mailbox, trustee, right }) {
    return [mailbox, trustee, right].join('\0').toLowerCase();
}
/** Whether two entries with the same names are about the same right: none of their IDs says that somebody else is meant. */
function isSameRight(one, other) {
    const differ = (first, second) => first !== '' && second !== '' && first !== second;
    return !differ(one.mailboxId, other.mailboxId) && !differ(one.trusteeId, other.trusteeId);
}
/** The entries in the order in which a register has them: by mailbox, trustee, right and IDs. */
function sortedEntries(entries) {
    const keyed = Array.from(entries, (entry) => ({ entry, key: sortKey(entry) }));
    return keyed.sort((one, other) => (one.key < other.key ? -1 : one.key > other.key ? 1 : 0)).map(({ entry }) => entry);
}
function sortKey(entry) {
    return [registerKey(entry), entry.mailboxId, entry.trusteeId].join('\0');
}
/** The column that a cell of a header means, without regard to case; undefined if it is none of a register. */
function columnNamed(header) {
    const folded = header.trim().toLowerCase();
    return REGISTER_COLUMNS.find((column) => column.toLowerCase() === folded);
}
/**
 * The cells of an entry in the order of a header. Columns that it does not have are blank.
 *
 * @param columns the header of the file that the entry is from, or is added to
 */
function entryCells(entry, columns) {
    const further = entry.further[Symbol.iterator]();
    return columns.map((header) => {
        const column = columnNamed(header);
        return column === undefined ? (further.next().value?.[1] ?? '') : cellOf(entry, column);
    });
}
function cellOf(entry, column) {
    const cells = {
        MailboxName: entry.mailbox,
        MailboxId: entry.mailboxId,
        Trustee: entry.trustee,
        TrusteeId: entry.trusteeId,
        Right: entry.right,
        Reason: entry.reason,
        Owner: entry.owner,
        Until: entry.until,
        ReviewedOn: entry.reviewedOn,
    };
    return cells[column];
}


/***/ }),

/***/ 34053:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   _U: () => (/* binding */ comparedMailbox),
/* harmony export */   cd: () => (/* binding */ RegisterIndex),
/* harmony export */   mU: () => (/* binding */ compared)
/* harmony export */ });
/* unused harmony export dueReason */
/* harmony import */ var _json_js__WEBPACK_IMPORTED_MODULE_5__ = __webpack_require__(8301);
/* harmony import */ var _mailboxes_identities_js__WEBPACK_IMPORTED_MODULE_6__ = __webpack_require__(31600);
/* harmony import */ var _reports_known_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(81168);
/* harmony import */ var _reports_registration_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(47082);
/* harmony import */ var _text_numbers_js__WEBPACK_IMPORTED_MODULE_7__ = __webpack_require__(92613);
/* harmony import */ var _baseline_baseline_entry_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(97804);
/* harmony import */ var _register_entry_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(7468);
/* harmony import */ var _row_right_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(57205);








const OTHER = { result: 'other' };
/**
 * Compares an entry with a right in a mailbox: mailbox, right and trustee together.
 *
 * @param readsTrustees whether the run read who trustees are, so that a different address is somebody else
 */
function compared(entry, mailbox, right, readsTrustees) {
    if (entry.right !== right.right)
        return OTHER;
    const ofMailbox = comparedMailbox(entry, mailbox);
    if (ofMailbox.result === 'other') {
        // The reason is about a right of the trustee.
        return comparedTrustee(entry, right, readsTrustees).result === 'same' ? ofMailbox : OTHER;
    }
    const ofTrustee = comparedTrustee(entry, right, readsTrustees);
    return ofTrustee.result === 'same' && ofMailbox.result === 'not-known' ? ofMailbox : ofTrustee;
}
/** Whether an entry is about a mailbox. */
function comparedMailbox(entry, { names, ids }) {
    if (entry.mailbox === _register_entry_js__WEBPACK_IMPORTED_MODULE_3__/* .EVERY_MAILBOX */ .hT)
        return { result: 'same' };
    const isNamed = names.some((name) => isSameText((0,_baseline_baseline_entry_js__WEBPACK_IMPORTED_MODULE_2__/* .writtenText */ .v4)(name), entry.mailbox));
    if (entry.mailboxId === '')
        return { result: isNamed ? 'same' : 'other' };
    const guids = names.filter(_json_js__WEBPACK_IMPORTED_MODULE_5__/* .isGuid */ .W_).map((id) => id.toLowerCase());
    if ([...(0,_mailboxes_identities_js__WEBPACK_IMPORTED_MODULE_6__/* .idsOf */ .U)(ids), ...guids].includes(entry.mailboxId))
        return { result: 'same' };
    if (!isNamed)
        return OTHER;
    // An entry does not say which of both IDs it has.
    const knowsBoth = ids.account !== undefined && ids.guid !== undefined;
    return knowsBoth
        ? { result: 'other', reason: 'the address of the mailbox belongs to another account now' }
        : { result: 'not-known', reason: 'the ID of the mailbox is not known' };
}
function comparedTrustee(entry, { trustee, ids }, readsTrustees) {
    const isNamed = isSameText(trustee, entry.trustee);
    const id = entry.trusteeId === '' ? (0,_register_entry_js__WEBPACK_IMPORTED_MODULE_3__/* .storedId */ .P)(entry.trustee) : entry.trusteeId;
    if (id !== undefined) {
        const comparable = ids.filter((one) => (0,_register_entry_js__WEBPACK_IMPORTED_MODULE_3__/* .isSid */ .R7)(one) === (0,_register_entry_js__WEBPACK_IMPORTED_MODULE_3__/* .isSid */ .R7)(id));
        if (comparable.includes(id))
            return { result: 'same' };
        if (comparable.length > 0) {
            return isNamed ? { result: 'other', reason: 'the address belongs to another account now' } : OTHER;
        }
        return { result: 'not-known', reason: 'the ID of the trustee is not known' };
    }
    if (isNamed)
        return { result: 'same', reason: 'matched by address' };
    if (readsTrustees)
        return OTHER;
    return { result: 'not-known', reason: 'another address may be that of the same trustee' };
}
function isSameText(one, other) {
    return one.toLowerCase() === other.toLowerCase();
}
/** Finds rights in a register. */
class RegisterIndex {
    /** As the policy names it. */
    register;
    #now;
    /** By names of mailboxes and by `MailboxId`, in lower case. */
    #byMailbox = new Map();
    #ofEvery = [];
    /** @param now decides what is due and what has expired */
    constructor(register, now) {
        this.register = register;
        this.#now = now;
        for (const entry of register.files.flatMap(({ entries }) => entries)) {
            if (entry.mailbox === _register_entry_js__WEBPACK_IMPORTED_MODULE_3__/* .EVERY_MAILBOX */ .hT)
                this.#ofEvery.push(entry);
            else
                for (const key of [entry.mailbox, entry.mailboxId])
                    if (key !== '')
                        this.#entriesOf(key).add(entry);
        }
    }
    #entriesOf(key) {
        const folded = key.toLowerCase();
        const entries = this.#byMailbox.get(folded) ?? new Set();
        this.#byMailbox.set(folded, entries);
        return entries;
    }
    /**
     * What the register says about a row of a report: one about an item, which was read.
     *
     * @param readsTrustees as `compared` has it
     * @param held all rights of the mailbox in that report
     */
    registrationOf(report, row, mailbox, readsTrustees, held = []) {
        const right = (0,_row_right_js__WEBPACK_IMPORTED_MODULE_4__/* .rightOfRow */ .uW)(report, row);
        if (right.kind === 'not-applicable')
            return { registered: 'not-applicable' };
        if (right.kind === 'unknown')
            return { registered: (0,_reports_known_js__WEBPACK_IMPORTED_MODULE_0__/* .unknownBecause */ .Zp)(undefined, right.reason), reason: right.reason };
        return this.find(right, mailbox, readsTrustees, held);
    }
    /**
     * What the register says about a right: the best of its entries. An entry that may be about it makes it unknown, unless one that has not
     * expired certainly is. Parameters are those of `registrationOf`.
     */
    find(right, mailbox, readsTrustees, held = []) {
        let best;
        const doubtful = [];
        let doubt;
        let other;
        for (const entry of this.#candidates(mailbox)) {
            const { result, reason } = compared(entry, mailbox, right, readsTrustees);
            if (result === 'other')
                other ??= reason;
            else if (result === 'not-known' && isOfAnother(entry, right, held))
                continue;
            else if (result === 'not-known') {
                doubtful.push(entry);
                doubt ??= reason;
            }
            else
                best = better(best, this.#stateOf(entry, reason));
        }
        const mayBeInForce = doubtful.some((entry) => !this.#hasExpired(entry));
        const isOver = best?.entry !== undefined && this.#hasExpired(best.entry);
        if (best !== undefined && !(isOver && mayBeInForce))
            return best;
        if (doubtful.length > 0)
            return { registered: doubt === undefined ? _reports_known_js__WEBPACK_IMPORTED_MODULE_0__/* .NOT_KNOWN */ .gE : (0,_reports_known_js__WEBPACK_IMPORTED_MODULE_0__/* .unknownBecause */ .Zp)(undefined, doubt), reason: doubt };
        return { registered: (0,_reports_known_js__WEBPACK_IMPORTED_MODULE_0__/* .known */ .eO)('no'), reason: other };
    }
    /** The entries that may be about a mailbox. */
    *#candidates({ names, ids }) {
        const seen = new Set();
        for (const name of [...names.map(_baseline_baseline_entry_js__WEBPACK_IMPORTED_MODULE_2__/* .writtenText */ .v4), ...(0,_mailboxes_identities_js__WEBPACK_IMPORTED_MODULE_6__/* .idsOf */ .U)(ids)]) {
            for (const entry of this.#byMailbox.get(name.toLowerCase()) ?? []) {
                if (!seen.has(entry))
                    yield entry;
                seen.add(entry);
            }
        }
        yield* this.#ofEvery;
    }
    #hasExpired({ until }) {
        return until !== '' && (0,_text_numbers_js__WEBPACK_IMPORTED_MODULE_7__/* .daysUntil */ .AQ)(until, this.#now) < 0;
    }
    #stateOf(entry, reason) {
        if (this.#hasExpired(entry)) {
            return { registered: (0,_reports_known_js__WEBPACK_IMPORTED_MODULE_0__/* .known */ .eO)('expired'), reason: `it was meant to end on ${entry.until}`, entry };
        }
        const due = dueReason(entry, this.register.reviewEveryDays, this.#now);
        return due === undefined
            ? { registered: (0,_reports_known_js__WEBPACK_IMPORTED_MODULE_0__/* .known */ .eO)('yes'), reason, entry }
            : { registered: (0,_reports_known_js__WEBPACK_IMPORTED_MODULE_0__/* .known */ .eO)('due'), reason: due, entry };
    }
}
/**
 * Whether an entry without an ID is about another trustee, who has its address and the right: a report has one name for a trustee, so
 * that the entry is not about somebody with another name.
 */
function isOfAnother(entry, { right, trustee }, held) {
    if (entry.trusteeId !== '' || isSameText(trustee, entry.trustee))
        return false;
    return held.some((other) => other.right === right && isSameText(other.trustee, entry.trustee));
}
/**
 * Why an entry is due for review, in words; undefined if it is not: it lacks reason or owner, or there is an interval and it was not
 * reviewed in it.
 *
 * @param everyDays undefined: there is no interval
 */
function dueReason({ reason, owner, reviewedOn }, everyDays, now) {
    if (reason === '' || owner === '') {
        const lacks = [reason === '' ? ['reason'] : [], owner === '' ? ['owner'] : []].flat().join(' or ');
        return `it has no ${lacks}`;
    }
    if (everyDays === undefined)
        return undefined;
    if (reviewedOn === '')
        return 'it was never reviewed';
    const days = -(0,_text_numbers_js__WEBPACK_IMPORTED_MODULE_7__/* .daysUntil */ .AQ)(reviewedOn, now);
    if (days < 0)
        return `its review on ${reviewedOn} is in the future`;
    return days > everyDays ? `it was last reviewed on ${reviewedOn}` : undefined;
}
function better(one, other) {
    return one === undefined || rankOf(other) < rankOf(one) ? other : one;
}
function rankOf({ registered }) {
    return registered === 'not-applicable' || !registered.isKnown
        ? _reports_registration_js__WEBPACK_IMPORTED_MODULE_1__/* .REGISTERED */ .nX.length
        : _reports_registration_js__WEBPACK_IMPORTED_MODULE_1__/* .REGISTERED */ .nX.indexOf(registered.value);
}


/***/ }),

/***/ 57205:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   nN: () => (/* binding */ rightsIn),
/* harmony export */   oL: () => (/* binding */ withRegister),
/* harmony export */   uW: () => (/* binding */ rightOfRow)
/* harmony export */ });
/* unused harmony export REPORTS_OF_RIGHTS */
/* harmony import */ var _reports_built_in_access_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(33704);
/* harmony import */ var _reports_built_in_calendar_permissions_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(42177);
/* harmony import */ var _reports_built_in_mailbox_permissions_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(38125);
/* harmony import */ var _reports_known_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(81168);
/* harmony import */ var _mailboxes_address_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(16592);
/* harmony import */ var _text_rights_js__WEBPACK_IMPORTED_MODULE_5__ = __webpack_require__(87888);
/* harmony import */ var _baseline_baseline_entry_js__WEBPACK_IMPORTED_MODULE_6__ = __webpack_require__(97804);
/* harmony import */ var _register_entry_js__WEBPACK_IMPORTED_MODULE_7__ = __webpack_require__(7468);








const NOT_APPLICABLE = { kind: 'not-applicable' };
const SELF_NAME = /^NT AUTHORITY\\SELF$/i;
const SELF_SID = 'S-1-5-10';
/** What rows of each report grant. */
const RIGHT_OF = {
    [_reports_built_in_mailbox_permissions_js__WEBPACK_IMPORTED_MODULE_2__/* .mailboxPermissions */ .b.name]: (row) => {
        const [right, deny, inherited] = [cell(row, 'Right'), cell(row, 'Deny'), cell(row, 'Inherited')];
        if ((0,_reports_known_js__WEBPACK_IMPORTED_MODULE_3__/* .isCertainly */ .iv)(deny, true) || (0,_reports_known_js__WEBPACK_IMPORTED_MODULE_3__/* .isCertainly */ .iv)(inherited, true))
            return NOT_APPLICABLE;
        if (right.isKnown && typeof right.value === 'string' && _text_rights_js__WEBPACK_IMPORTED_MODULE_5__/* .OTHER_RIGHTS */ .xK.includes(right.value))
            return NOT_APPLICABLE;
        if (!(0,_reports_known_js__WEBPACK_IMPORTED_MODULE_3__/* .isCertainly */ .iv)(deny, false))
            return unknown('whether the entry denies the right is not known');
        return granted(right, cell(row, 'Trustee'), row.identity?.TrusteeId);
    },
    [_reports_built_in_calendar_permissions_js__WEBPACK_IMPORTED_MODULE_1__/* .calendarPermissions */ .hU.name]: (row) => {
        const [role, address] = [cell(row, 'Role'), cell(row, 'GrantedToAddress')];
        // Only the entries of everyone inside and of everyone outside have no address.
        if ((0,_reports_known_js__WEBPACK_IMPORTED_MODULE_3__/* .isCertainly */ .iv)(role, _register_entry_js__WEBPACK_IMPORTED_MODULE_7__/* .NO_ROLE */ .xV) || (0,_reports_known_js__WEBPACK_IMPORTED_MODULE_3__/* .isCertainly */ .iv)(address, null))
            return NOT_APPLICABLE;
        return granted(withPrefix(role), address, undefined);
    },
    [_reports_built_in_access_js__WEBPACK_IMPORTED_MODULE_0__/* .access */ .T_.name]: (row) => {
        const [right, trustee, through] = [cell(row, 'Right'), cell(row, 'Trustee'), cell(row, 'Through')];
        const { identity = {} } = row;
        const shownRight = (0,_reports_known_js__WEBPACK_IMPORTED_MODULE_3__/* .shownOf */ .Rp)(right);
        const receives = typeof shownRight === 'string' && _text_rights_js__WEBPACK_IMPORTED_MODULE_5__/* .RECEIVING */ .Tt.includes(shownRight);
        if (receives || identity.Everyone === true || identity.Inherited === true)
            return NOT_APPLICABLE;
        if (!through.isKnown)
            return unknown('the trustee is not known');
        if (through.value !== _reports_built_in_access_js__WEBPACK_IMPORTED_MODULE_0__/* .DIRECT */ .yc)
            return granted(right, through, identity.ThroughId);
        // Kept rows of earlier versions do not say which grant is to everyone, who has a name and no address.
        const isOfCalendar = typeof shownRight === 'string' && shownRight.startsWith(_text_rights_js__WEBPACK_IMPORTED_MODULE_5__/* .CALENDAR_RIGHT */ .oS);
        const label = (0,_reports_known_js__WEBPACK_IMPORTED_MODULE_3__/* .valueOf */ .RP)(trustee);
        if (isOfCalendar && typeof label === 'string' && !(0,_mailboxes_address_js__WEBPACK_IMPORTED_MODULE_4__/* .isAddress */ .PW)(label))
            return unknown('the trustee is not known');
        return granted(right, trustee, identity.TrusteeId);
    },
};
/** The reports whose rows are rights that a register has. */
const REPORTS_OF_RIGHTS = Object.keys(RIGHT_OF);
/** A report whose rows are compared with a register, if they are rights. */
function withRegister(report) {
    return report.right === undefined ? report : { ...report, hasRegister: true };
}
/**
 * What a row of a report grants. The row is about an item: it was read, and the mailbox has the entry. Throws for a report that has no
 * rights.
 */
function rightOfRow(report, row) {
    const read = Object.hasOwn(RIGHT_OF, report) ? RIGHT_OF[report] : undefined;
    if (read === undefined)
        throw new Error(`the report ${report} has no rights`);
    return read(row);
}
/** The rights that rows of a report certainly grant. Throws as `rightOfRow` does. */
function rightsIn(report, rows) {
    return rows.map((row) => rightOfRow(report, row)).filter((right) => right.kind === 'right');
}
function cell({ view }, column) {
    return view.cell(column) ?? _reports_known_js__WEBPACK_IMPORTED_MODULE_3__/* .NOT_KNOWN */ .gE;
}
function withPrefix(role) {
    return role.isKnown && typeof role.value === 'string' ? { ...role, value: _text_rights_js__WEBPACK_IMPORTED_MODULE_5__/* .CALENDAR_RIGHT */ .oS + role.value } : _reports_known_js__WEBPACK_IMPORTED_MODULE_3__/* .NOT_KNOWN */ .gE;
}
function unknown(reason) {
    return { kind: 'unknown', reason };
}
function granted(right, trustee, identified) {
    const [rightText, label] = [(0,_reports_known_js__WEBPACK_IMPORTED_MODULE_3__/* .valueOf */ .RP)(right), (0,_reports_known_js__WEBPACK_IMPORTED_MODULE_3__/* .valueOf */ .RP)(trustee)];
    // What a right opens that Microsoft does not document is not known.
    const registered = typeof rightText === 'string' ? (0,_register_entry_js__WEBPACK_IMPORTED_MODULE_7__/* .registeredRight */ .te)(rightText) : undefined;
    if (registered === undefined)
        return unknown('the right is not known');
    // The reader of a register trims its cells.
    const name = typeof label === 'string' ? label.trim() : '';
    if (name === '')
        return unknown('the trustee is not known');
    const texts = [identified, name].flat().filter((text) => typeof text === 'string');
    const ids = [...new Set(texts.map(_register_entry_js__WEBPACK_IMPORTED_MODULE_7__/* .storedId */ .P))].filter((id) => id !== undefined);
    if (SELF_NAME.test(name) || ids.includes(SELF_SID))
        return NOT_APPLICABLE;
    return { kind: 'right', right: registered, trustee: (0,_baseline_baseline_entry_js__WEBPACK_IMPORTED_MODULE_6__/* .writtenText */ .v4)(name), ids };
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
/* harmony import */ var _json_js__WEBPACK_IMPORTED_MODULE_8__ = __webpack_require__(8301);
/* harmony import */ var _definition_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(54530);
/* harmony import */ var _expressions_absent_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(45778);
/* harmony import */ var _expressions_evaluation_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(53881);
/* harmony import */ var _expressions_expression_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(14057);
/* harmony import */ var _expressions_syntax_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(55260);
/* harmony import */ var _known_js__WEBPACK_IMPORTED_MODULE_5__ = __webpack_require__(81168);
/* harmony import */ var _row_view_js__WEBPACK_IMPORTED_MODULE_6__ = __webpack_require__(20573);
/* harmony import */ var _table_js__WEBPACK_IMPORTED_MODULE_7__ = __webpack_require__(6711);









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
/** Objects whose cells are cached for equal ones. */
const MAX_CACHED = 1_000;
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
    const prepareRemainder = compilePreparation(report, (name) => keeps.includes(name) || !ownNames.has(name));
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
        const item = prepareRemainder(remainder, context);
        const result = { item, cells: readLate(item, context) };
        if (earlierCells.size < MAX_CACHED)
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
    const { inconclusive, members, mayBeBlank, keepsObject, identity: identifying } = report;
    const hidesBlanks = inconclusive === undefined ? undefined : compileNamed('inconclusive', inconclusive);
    return (begun, { item, context, isEmpty }) => {
        const cells = begun.cells.map((cell) => cell ?? null);
        const hasUnknownBlanks = isEmpty ||
            (members !== undefined && mayBeBlank !== true && cells.every(isBlank)) ||
            (hidesBlanks !== undefined && mayHide(hidesBlanks, item, context));
        const blank = hasUnknownBlanks ? cells.flatMap((cell, index) => (isBlank(cell) ? [index] : [])) : [];
        const unknown = [...begun.unknown, ...blank];
        const incomplete = unknown.length === 0 ? undefined : new Set(unknown.sort((one, other) => one - other));
        const object = (0,_json_js__WEBPACK_IMPORTED_MODULE_8__/* .isObject */ .Gv)(item) && (identifying !== undefined || keepsObject === true) ? (0,_expressions_absent_js__WEBPACK_IMPORTED_MODULE_1__/* .withoutAbsent */ .SV)(item) : item;
        const identity = identifying && (0,_json_js__WEBPACK_IMPORTED_MODULE_8__/* .isObject */ .Gv)(object) ? membersOf(object, identifying) : undefined;
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
    return (answered, context) => ((0,_json_js__WEBPACK_IMPORTED_MODULE_8__/* .isObject */ .Gv)(answered) ? prepared(answered, members, context) : answered);
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
    if ((0,_table_js__WEBPACK_IMPORTED_MODULE_7__/* .isTable */ .bI)(report)) {
        if (report.source === 'reports' || report.source === 'cmdlets' || report.source === 'listings')
            return [];
        return report.source === 'exchange' ? report.request.select : selectedOfGraph(report.request.query);
    }
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
    return rows === 'value' ? selectedOfGraph(request.query) : [];
}
function selectedOfGraph({ $select = '' } = {}) {
    const names = $select.split(',').map((name) => name.trim());
    return names.filter((name) => /^\w+$/.test(name));
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
    const ofItems = (0,_json_js__WEBPACK_IMPORTED_MODULE_8__/* .isObject */ .Gv)(items) ? typeCheck(items) : () => true;
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
    return (row) => checks.find(({ isExpected }, index) => {
        const cell = (0,_row_view_js__WEBPACK_IMPORTED_MODULE_6__/* .cellAt */ .G0)(row, index);
        const value = cell.isKnown || members !== undefined ? ((0,_known_js__WEBPACK_IMPORTED_MODULE_5__/* .shownOf */ .Rp)(cell) ?? null) : null;
        return value !== null && !isExpected(value);
    })?.name;
}
/** Graph returns null for one mailbox and '' for another. Rules see both as blank. */
function emptyAsNull(cell) {
    return cell === '' ? null : cell;
}
/** Whether an object has nothing but OData's annotations. Any one property may be missing, but not all of them. */
function isEmptyObject(item) {
    if (!(0,_json_js__WEBPACK_IMPORTED_MODULE_8__/* .isObject */ .Gv)(item))
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

/***/ 23850:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   T: () => (/* binding */ definitionDigests)
/* harmony export */ });
/* harmony import */ var node_crypto__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(77598);
/* harmony import */ var node_crypto__WEBPACK_IMPORTED_MODULE_0___default = /*#__PURE__*/__webpack_require__.n(node_crypto__WEBPACK_IMPORTED_MODULE_0__);
/* harmony import */ var _json_js__WEBPACK_IMPORTED_MODULE_6__ = __webpack_require__(8301);
/* harmony import */ var _definition_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(54530);
/* harmony import */ var _derived_row_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(93107);
/* harmony import */ var _expressions_syntax_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(55260);
/* harmony import */ var _row_identity_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(53894);
/* harmony import */ var _table_js__WEBPACK_IMPORTED_MODULE_5__ = __webpack_require__(6711);
/**
 * Digests of what a definition reads, which bind stored rows to it: one of each column, and one of what makes a row. A new column leaves
 * those of the others as they are.
 */







/**
 * The digest that a member is part of: that of the row; that of a column, with the column's entry; both in parts, which this file takes
 * apart; or none, since it decides no cell. What a function makes has no digest: it is of a `revision`.
 */
const DIGEST_OF = {
    revision: 'parts',
    source: 'row',
    request: 'parts',
    rows: 'row',
    inconclusive: 'row',
    item: 'parts',
    row: 'row',
    columns: 'column',
    types: 'parts',
    members: 'parts',
    mayBeBlank: 'none',
    takes: 'column',
    notApplicable: 'column',
    properties: 'parts',
    systemTrustees: 'row',
    convert: 'parts',
    from: 'parts',
    isOfTenant: 'row',
    made: 'parts',
    deriver: 'row',
    asksExchange: 'none',
    neverEmpty: 'none',
    usesInternalDomains: 'none',
};
/** The digests of a definition whose expressions are valid. */
function definitionDigests(definition) {
    if ((0,_table_js__WEBPACK_IMPORTED_MODULE_5__/* .isTable */ .bI)(definition))
        return tableDigests(definition);
    const { rows, inconclusive } = definition;
    const revision = (0,_definition_js__WEBPACK_IMPORTED_MODULE_1__/* .revisionOf */ .DT)(definition);
    const { request, inputs } = requestParts(definition);
    const row = [
        revision,
        membersOf('row', definition),
        (0,_row_identity_js__WEBPACK_IMPORTED_MODULE_4__/* .itemColumns */ .P1)(definition),
        (0,_definition_js__WEBPACK_IMPORTED_MODULE_1__/* .isDerivedReport */ ._S)(definition) && !(0,_definition_js__WEBPACK_IMPORTED_MODULE_1__/* .isMadeReport */ .u7)(definition) ? definition.from : [],
        // What a function converts may be in any column.
        (0,_definition_js__WEBPACK_IMPORTED_MODULE_1__/* .isExchangeReport */ .Uq)(definition) && definition.convert !== undefined ? definition.request : request,
        [rows, inconclusive].map((expression = '`null`') => inputsOf(expression, inputs)),
    ];
    const columns = Object.entries(definition.columns).map(([name, expression]) => {
        const own = membersOf('column', definition).map(([member, value]) => [member, entryOf(value, name)]);
        const sources = (0,_definition_js__WEBPACK_IMPORTED_MODULE_1__/* .isMadeReport */ .u7)(definition) ? (0,_derived_row_js__WEBPACK_IMPORTED_MODULE_2__/* .sourcesOf */ .u0)(definition, name) : [];
        const type = decisivePart((0,_definition_js__WEBPACK_IMPORTED_MODULE_1__/* .columnType */ .DW)(definition, name) ?? {});
        return [name, digestOf([revision, own, type, sources, inputsOf(expression, inputs)])];
    });
    return { row: digestOf(row), columns: Object.fromEntries(columns) };
}
/** The digests of a table, of which less can change: one of what makes a row, and of each column its expression and type. */
function tableDigests(table) {
    const { rows, inconclusive } = table;
    const revision = (0,_definition_js__WEBPACK_IMPORTED_MODULE_1__/* .revisionOf */ .DT)(table);
    const { request, inputs } = partsOfTable(table);
    const of = (expression) => inputsOf(expression, inputs);
    const row = [revision, table.about, request, rows, inconclusive, (0,_row_identity_js__WEBPACK_IMPORTED_MODULE_4__/* .itemColumns */ .P1)(table), table.row];
    const columns = Object.entries(table.columns).map(([name, expression]) => {
        const type = decisivePart((0,_definition_js__WEBPACK_IMPORTED_MODULE_1__/* .columnType */ .DW)(table, name) ?? {});
        return [name, digestOf([revision, expression, type, of(expression)])];
    });
    const ofRows = [rows, inconclusive].map((expression = '`null`') => of(expression));
    return { row: digestOf([row, ofRows]), columns: Object.fromEntries(columns) };
}
function partsOfTable(table) {
    if (table.source === 'reports')
        return { request: table.comesWith, inputs: [] };
    // What functions make of the objects is of a `revision`.
    if (table.source === 'cmdlets' || table.source === 'listings')
        return { request: undefined, inputs: [] };
    if (table.source !== 'exchange')
        return queryParts([], table.request);
    const { select, ...request } = table.request;
    return { request, inputs: selected([], select) };
}
function digestOf(value) {
    return (0,node_crypto__WEBPACK_IMPORTED_MODULE_0__.hash)('sha256', jsonOf(value)).slice(0, 32);
}
/** What a listing shows, for people. */
const SHOWN = { shows: true, needs: true, otherwise: true };
function jsonOf(value) {
    return JSON.stringify(value, (key, member) => (Object.hasOwn(SHOWN, key) ? undefined : member));
}
function membersOf(digest, definition) {
    const values = new Map(Object.entries(definition));
    return Object.entries(DIGEST_OF).flatMap(([name, of]) => (of === digest ? [[name, values.get(name)]] : []));
}
function entryOf(value, name) {
    return (0,_json_js__WEBPACK_IMPORTED_MODULE_6__/* .isRecord */ .u4)(value) && Object.hasOwn(value, name) ? value[name] : undefined;
}
/** What of a schema decides cells and what identifies rows: JSON types, and which values compare without case. */
function decisivePart({ type, enum: values, items, properties }) {
    return {
        type,
        enum: Array.isArray(values) ? [...new Set(values.map((value) => typeof value))].sort() : undefined,
        items: (0,_json_js__WEBPACK_IMPORTED_MODULE_6__/* .isObject */ .Gv)(items) ? decisivePart(items) : undefined,
        properties: (0,_json_js__WEBPACK_IMPORTED_MODULE_6__/* .isObject */ .Gv)(properties)
            ? Object.entries(properties).map(([name, schema]) => [name, (0,_json_js__WEBPACK_IMPORTED_MODULE_6__/* .isObject */ .Gv)(schema) ? decisivePart(schema) : undefined])
            : undefined,
    };
}
const SELECTED = 'selected';
/** Separates what a report requests for single columns from the rest. */
function requestParts(definition) {
    const members = Object.entries(definition.members ?? {}).map(([path, is]) => ({ path: pathOf(path), is }));
    const { request, inputs } = partsOfKind(definition);
    return { request, inputs: [...inputs, ...members] };
}
function partsOfKind(definition) {
    if ((0,_definition_js__WEBPACK_IMPORTED_MODULE_1__/* .isDerivedReport */ ._S)(definition))
        return { request: undefined, inputs: [] };
    if ((0,_definition_js__WEBPACK_IMPORTED_MODULE_1__/* .isExchangeReport */ .Uq)(definition)) {
        const { request: requested, properties = [] } = definition;
        const { select, organization = {}, beside = {}, resolves, ...request } = requested;
        const others = [
            ...Object.entries(organization).map(([name, one]) => [['organization', name], one]),
            ...Object.entries(beside).map(([name, one]) => [[name], one]),
        ];
        const inputs = [
            ...selected([], [...select, ...properties]),
            ...others.flatMap(([path, { select: of, ...is }]) => [{ path, is }, ...selected(path, of)]),
            ...['recipientAddress', 'recipientAddresses', 'recipientIds'].map((name) => ({ path: [name], is: resolves })),
        ];
        return { request, inputs };
    }
    if ((0,_definition_js__WEBPACK_IMPORTED_MODULE_1__/* .isListingReport */ .rJ)(definition)) {
        const { beside = {}, ...requested } = definition.request;
        const { request, inputs } = queryParts([], requested);
        const others = Object.entries(beside).flatMap(([name, one]) => {
            const parts = queryParts([name], one);
            return [{ path: [name], is: parts.request }, ...parts.inputs];
        });
        return { request, inputs: [...inputs, ...others] };
    }
    return queryParts([], definition.request);
}
/** Separates the properties that a request to Graph selects. */
function queryParts(path, { query = {}, ...request }) {
    const { $select = '', ...options } = query;
    return { request: { ...request, query: options }, inputs: selected(path, $select.split(',').filter(Boolean)) };
}
function selected(path, names) {
    return names.map((name) => ({ path: [...path, name.trim()], is: SELECTED }));
}
/** The names in a path of `members`: annotations of OData contain a dot. */
function pathOf(path) {
    return path.match(/@odata\.[^.]+|[^.]+/g) ?? [];
}
/** The inputs on which the value of an expression may depend, in an order of their own. */
function inputsOf(expression, inputs) {
    const properties = (0,_expressions_syntax_js__WEBPACK_IMPORTED_MODULE_3__/* .decidingProperties */ .Rl)(expression);
    const names = new Set(expression.match(/@odata\.\w+|\w+/g));
    const isRead = ({ path: [first = '', ...below] }) => properties === undefined || (properties.includes(first) && below.every((name) => names.has(name)));
    return inputs
        .filter(isRead)
        .map(({ path, is }) => jsonOf([path, is]))
        .sort();
}


/***/ }),

/***/ 14423:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   Z: () => (/* binding */ fileColumn)
/* harmony export */ });
/* harmony import */ var _known_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(81168);
/* harmony import */ var _registration_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(47082);


/** What a register says about the right of a row. A row that no register was compared with is not known. */
const REGISTERED = {
    isOfCell: true,
    valueIn: ({ registration }) => {
        const { registered = _known_js__WEBPACK_IMPORTED_MODULE_0__/* .NOT_KNOWN */ .gE } = registration ?? {};
        return registered === 'not-applicable' ? (0,_known_js__WEBPACK_IMPORTED_MODULE_0__/* .known */ .eO)(null) : registered;
    },
    isNotApplicable: ({ registration }) => registration?.registered === 'not-applicable',
};
/**
 * How a column is computed: one of the mailbox list, or what a register says. Undefined: the report has no such column of files. A list
 * file without the column says nothing.
 */
function fileColumn(report, name) {
    if ((0,_registration_js__WEBPACK_IMPORTED_MODULE_1__/* .isRegisteredColumn */ .JL)(report, name))
        return REGISTERED;
    const position = report.listColumns?.get(name);
    if (position === undefined)
        return undefined;
    const valueIn = ({ mailbox }) => {
        const text = mailbox?.columns?.[position];
        if (typeof text !== 'string')
            return _known_js__WEBPACK_IMPORTED_MODULE_0__/* .NOT_KNOWN */ .gE;
        return (0,_known_js__WEBPACK_IMPORTED_MODULE_0__/* .known */ .eO)(text === '' ? null : text);
    };
    return { isOfCell: false, valueIn, isNotApplicable: () => false };
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
        defaultOf: { remediate: '' },
        about: 'mailboxes that may be unreadable: a number, a percentage such as 2%, or auto (0 if a rule can fail the step, else 2% and at least one)',
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

/***/ 13176:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   Dg: () => (/* binding */ policyStage),
/* harmony export */   KG: () => (/* binding */ supposedFindings),
/* harmony export */   Pb: () => (/* binding */ judgeOf),
/* harmony export */   Qb: () => (/* binding */ rowsOfTables),
/* harmony export */   Xc: () => (/* binding */ ADDRESS_COLUMNS),
/* harmony export */   r6: () => (/* binding */ readNames),
/* harmony export */   zd: () => (/* binding */ tablePolicyStage)
/* harmony export */ });
/* harmony import */ var _mailboxes_identities_js__WEBPACK_IMPORTED_MODULE_7__ = __webpack_require__(31600);
/* harmony import */ var _policy_load_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(58164);
/* harmony import */ var _reports_built_in_accounts_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(64142);
/* harmony import */ var _reports_built_in_mailbox_properties_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(7932);
/* harmony import */ var _reports_known_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(81168);
/* harmony import */ var _reports_row_view_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(20573);
/* harmony import */ var _mailbox_result_js__WEBPACK_IMPORTED_MODULE_5__ = __webpack_require__(70611);
/* harmony import */ var _registered_rows_js__WEBPACK_IMPORTED_MODULE_6__ = __webpack_require__(25167);








/** Compiles the policy, and warns of what it cannot decide. Undefined without a policy. */
async function judgeOf(policy, reports, now, baseline, warnings) {
    for (const { message, place } of await (0,_policy_load_js__WEBPACK_IMPORTED_MODULE_0__/* .warningsOfRun */ .W9)(policy, reports, now))
        warnings.add(message, place);
    // Loaded lazily: a run without a policy does not need Ajv.
    return policy && (await Promise.all(/* import() */[__webpack_require__.e(501), __webpack_require__.e(213), __webpack_require__.e(902)]).then(__webpack_require__.bind(__webpack_require__, 85902))).compilePolicy(policy, reports, now, baseline);
}
/**
 * Adds the verdicts of a policy to each mailbox.
 *
 * @param ofTables the rows of tables about the tenant, of which rules may name columns
 */
function policyStage(judge, ofTables = () => undefined) {
    return (result) => {
        const ofMailbox = (0,_mailbox_result_js__WEBPACK_IMPORTED_MODULE_5__/* .rowsByReport */ .BH)(result.reports);
        const rowsOf = (name) => ofMailbox(name) ?? ofTables(name);
        const names = readNames(result);
        const reports = result.reports.map((report) => (0,_registered_rows_js__WEBPACK_IMPORTED_MODULE_6__/* .registeredReport */ .$K)(report, judge, result, names));
        return {
            ...result,
            reports: reports.map((report) => ({
                ...report,
                verdict: judge.judgeOf(report.definition.name)?.(report.rows, rowsOf, names),
            })),
        };
    };
}
/** Adds the verdicts of a policy to each table about the tenant. */
function tablePolicyStage(judge) {
    return (result, all) => ({
        ...result,
        verdict: judge.judgeOfTable(result.definition.name)?.(result.rows, rowsOfTables(all)),
    });
}
/** The rows of tables by their names. */
function rowsOfTables(tables) {
    return (name) => tables.find(({ definition }) => definition.name === name)?.rows;
}
/** Columns with an address of the mailbox, by report. */
const ADDRESS_COLUMNS = {
    [_reports_built_in_accounts_js__WEBPACK_IMPORTED_MODULE_1__/* .accounts */ .v.name]: 'UserPrincipalName',
    [_reports_built_in_mailbox_properties_js__WEBPACK_IMPORTED_MODULE_2__/* .mailboxProperties */ .i.name]: 'PrimarySmtpAddress',
};
/** The names of a mailbox that the run has read: IDs, and addresses in the rows of its reports. */
function readNames({ ids = {}, reports }) {
    const addresses = reports.flatMap(({ definition: { name, columns }, rows: [row] }) => {
        const column = ADDRESS_COLUMNS[name];
        const address = column === undefined ? undefined : (0,_reports_known_js__WEBPACK_IMPORTED_MODULE_3__/* .valueOf */ .RP)((0,_reports_row_view_js__WEBPACK_IMPORTED_MODULE_4__/* .viewOf */ .du)(Object.keys(columns), row).cell(column));
        return typeof address === 'string' ? [address.toLowerCase()] : [];
    });
    return [...addresses, ...(0,_mailboxes_identities_js__WEBPACK_IMPORTED_MODULE_7__/* .idsOf */ .U)(ids)];
}
/**
 * What a policy says of a mailbox if its reports have these results: those of an earlier run, or those after changes. The use of exemptions
 * is counted as in a run.
 *
 * @param ofTables the rows of tables about the tenant
 */
function supposedFindings(judge, answer, definitions, ofTables) {
    return (0,_mailbox_result_js__WEBPACK_IMPORTED_MODULE_5__/* .findingsOf */ .WX)(policyStage(judge, ofTables)((0,_mailbox_result_js__WEBPACK_IMPORTED_MODULE_5__/* .mailboxResult */ .Gr)(answer, definitions)));
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

/***/ 25167:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   $K: () => (/* binding */ registeredReport),
/* harmony export */   dJ: () => (/* binding */ registeredMailbox),
/* harmony export */   i_: () => (/* binding */ registeredRows),
/* harmony export */   s4: () => (/* binding */ rowsOfRights),
/* harmony export */   xv: () => (/* binding */ readsTrustees)
/* harmony export */ });
/* harmony import */ var _policy_register_row_right_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(57205);
/* harmony import */ var _reports_built_in_access_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(33704);
/* harmony import */ var _reports_row_view_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(20573);



/** A report of a mailbox whose rows say what the register of the policy has about them. `names`: those of the mailbox that the run read. */
function registeredReport(report, judge, result, names) {
    const { register } = judge;
    const { definition, rows } = report;
    if (register === undefined || definition.hasRegister !== true)
        return report;
    const mailbox = registeredMailbox(result, judge, names);
    const held = (0,_policy_register_row_right_js__WEBPACK_IMPORTED_MODULE_0__/* .rightsIn */ .nN)(definition.name, rowsOfRights(definition, rows));
    const reads = readsTrustees(result.reports.map((one) => one.definition));
    const compare = registeredRows(definition, { register, mailbox, readsTrustees: reads, held });
    const [first, ...others] = rows;
    return { ...report, rows: [compare(first), ...others.map(compare)] };
}
/** Adds to rows of a report what a register says about them. */
function registeredRows(definition, comparison) {
    const { register, mailbox, readsTrustees: reads, held } = comparison;
    const rightOf = rightReader(definition);
    return (row) => {
        if (!isRight(row))
            return row;
        return { ...row, registration: register.registrationOf(definition.name, rightOf(row), mailbox, reads, held) };
    };
}
/** A mailbox by all that is known of it. `names`: those that the run read. */
function registeredMailbox({ mailbox: { address }, ids = {} }, { namesOf }, names) {
    return { names: [...new Set([address, ...namesOf(address), ...names])], ids };
}
/** Whether a run reads who is behind trustees, of which `access` is made. */
function readsTrustees(reports) {
    return reports.some(({ name }) => name === _reports_built_in_access_js__WEBPACK_IMPORTED_MODULE_1__/* .access */ .T_.name);
}
/** The rows of a report that a register can have. */
function rowsOfRights(definition, rows) {
    return rows.filter(isRight).map(rightReader(definition));
}
function isRight({ status, content }) {
    return status === 'ok' && content === 'item';
}
function rightReader({ columns }) {
    const viewed = (0,_reports_row_view_js__WEBPACK_IMPORTED_MODULE_2__/* .rowViewer */ .jt)(Object.keys(columns));
    return (row) => ({ view: viewed(row), identity: row.identity });
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
/* harmony import */ var _http_machine_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(87101);
/* harmony import */ var _github_client_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(96584);
/* harmony import */ var _json_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(8301);
/* harmony import */ var _text_numbers_js__WEBPACK_IMPORTED_MODULE_5__ = __webpack_require__(92613);
/* harmony import */ var _workflow_repository_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(84392);






const TIMEOUT_MS = 5_000;
/**
 * Whether the workflow's repository is public: then everybody can see the summary, the annotations and the log of its runs,
 * and, with a GitHub account, the artifacts. The event that started the run contains the visibility, except for a schedule:
 * then a request to GitHub is sent without a token, since only public repositories are visible without one. False if unknown. Never rejects.
 */
async function isPublicRepository(step, network) {
    const { eventFile, serverUrl, repository: name } = step;
    const inEvent = (0,_json_js__WEBPACK_IMPORTED_MODULE_4__/* .property */ .MZ)((0,_json_js__WEBPACK_IMPORTED_MODULE_4__/* .jsonOrUndefined */ ._D)(await (0,node_fs_promises__WEBPACK_IMPORTED_MODULE_0__.readFile)(eventFile, 'utf8').catch(() => '')), 'repository');
    const visibility = (0,_json_js__WEBPACK_IMPORTED_MODULE_4__/* .property */ .MZ)(inEvent, 'visibility') ?? (0,_json_js__WEBPACK_IMPORTED_MODULE_4__/* .property */ .MZ)(inEvent, 'private');
    if (visibility !== undefined)
        return visibility === 'public' || visibility === false;
    const status = await (0,_http_machine_js__WEBPACK_IMPORTED_MODULE_1__.within)(TIMEOUT_MS, network, (signal) => statusOf((0,_workflow_repository_js__WEBPACK_IMPORTED_MODULE_3__/* .workflowRepository */ .G)(step, { ...network, signal }, undefined)?.send('', { once: true })));
    // The API limits anonymous requests by address, and hosted runners share theirs; the repository's web page does not.
    if (status !== 403 && status !== 429)
        return status === 200;
    const ofPage = await (0,_http_machine_js__WEBPACK_IMPORTED_MODULE_1__.within)(TIMEOUT_MS, network, (signal) => {
        const pages = _github_client_js__WEBPACK_IMPORTED_MODULE_2__/* .GitHub */ .gq.at({ ...network, signal, url: serverUrl, token: undefined });
        return statusOf(pages?.send(`/${name}`, { method: 'HEAD', accept: 'text/html', once: true }));
    });
    return ofPage === 200;
}
/** Undefined without a response. */
async function statusOf(response) {
    try {
        return (await response)?.status;
    }
    catch {
        return undefined;
    }
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
    return (`This repository is public: everybody can see ${(0,_text_numbers_js__WEBPACK_IMPORTED_MODULE_5__/* .listed */ .KE)(places, 'and')}, which ${isFull ? 'name' : 'names'} mailboxes. ` +
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

/***/ 84392:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  V: () => (/* binding */ approversOfRun),
  G: () => (/* binding */ workflowRepository)
});

// EXTERNAL MODULE: ./src/http/machine.ts
var machine = __webpack_require__(87101);
// EXTERNAL MODULE: ./src/json.ts
var json = __webpack_require__(8301);
// EXTERNAL MODULE: ./src/github/client.ts
var client = __webpack_require__(96584);
;// CONCATENATED MODULE: ./src/github/repository.ts


/** The part of GitHub's API that is about one repository. */
class Repository {
    /** The whole API. */
    github;
    /** Of the repository. */
    webUrl;
    #path;
    #about;
    constructor(github, { name, serverUrl }) {
        this.github = github;
        this.webUrl = `${serverUrl}/${name}`;
        this.#path = `/repos/${name}`;
    }
    /** Undefined for a text that names no repository, and unless the URL of the API may receive a token. */
    static at(options) {
        const github = client/* GitHub */.gq.at(options);
        const isName = /^(?!\.\.?\/)[\w.-]+\/(?!\.\.?$)[\w.-]+$/.test(options.name);
        return github !== undefined && isName ? new Repository(github, options) : undefined;
    }
    /** As `GitHub.send`. `path`: below the repository. */
    send(path, request) {
        return this.github.send(this.#path + path, request);
    }
    /** As `GitHub.get`. */
    get(path) {
        return this.github.get(this.#path + path);
    }
    /** As `GitHub.pages`. */
    pages(path, member, most) {
        return this.github.pages(this.#path + path, member, most);
    }
    /** Asked once. Rejects as `get` does, and if GitHub does not say. */
    async defaultBranch() {
        this.#about ??= this.get('');
        const branch = (0,json/* textIn */.r7)(await this.#about, 'default_branch');
        if (branch === '')
            throw new Error('the answer has no default_branch');
        return branch;
    }
    /**
     * Who approved environments of a workflow run, which takes `actions: read`; undefined if that is not known. Never rejects.
     * https://docs.github.com/rest/actions/workflow-runs#get-the-review-history-for-a-workflow-run
     */
    async approvers(runId) {
        if (!this.github.hasToken || !/^\d+$/.test(runId))
            return undefined;
        const reviews = await this.get(`/actions/runs/${runId}/approvals`).catch(() => undefined);
        if (!Array.isArray(reviews))
            return undefined;
        const logins = new Set();
        for (const review of reviews) {
            const [state, login] = [(0,json/* property */.MZ)(review, 'state'), (0,json/* property */.MZ)((0,json/* property */.MZ)(review, 'user'), 'login')];
            if (typeof state !== 'string' || typeof login !== 'string')
                return undefined;
            if (state === 'approved')
                logins.add(login);
        }
        return [...logins];
    }
}

;// CONCATENATED MODULE: ./src/run/workflow-repository.ts


const MAX_APPROVERS_MS = 10_000;
/** The repository of a step on GitHub; undefined elsewhere. `token`: undefined for anonymous requests. */
function workflowRepository({ apiUrl: url, serverUrl, repository: name }, network, token) {
    return Repository.at({ ...network, url, serverUrl, name, token });
}
/** Who approved environments of the workflow run of a step on GitHub, which takes `actions: read`; undefined if that is not known. Never rejects. */
async function approversOfRun(step, network, token) {
    return (0,machine.within)(MAX_APPROVERS_MS, network, async (signal) => workflowRepository(step, { ...network, signal }, token)?.approvers(step.runId));
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

/***/ 4863:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   QD: () => (/* binding */ openNamedReport),
/* harmony export */   o7: () => (/* binding */ IndexedReport)
/* harmony export */ });
/* unused harmony export storedNames */
/* harmony import */ var node_fs__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(73024);
/* harmony import */ var node_fs__WEBPACK_IMPORTED_MODULE_0___default = /*#__PURE__*/__webpack_require__.n(node_fs__WEBPACK_IMPORTED_MODULE_0__);
/* harmony import */ var node_path__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(76760);
/* harmony import */ var node_path__WEBPACK_IMPORTED_MODULE_1___default = /*#__PURE__*/__webpack_require__.n(node_path__WEBPACK_IMPORTED_MODULE_1__);
/* harmony import */ var node_stream_promises__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(46466);
/* harmony import */ var node_stream_promises__WEBPACK_IMPORTED_MODULE_2___default = /*#__PURE__*/__webpack_require__.n(node_stream_promises__WEBPACK_IMPORTED_MODULE_2__);
/* harmony import */ var _mailboxes_identities_js__WEBPACK_IMPORTED_MODULE_8__ = __webpack_require__(31600);
/* harmony import */ var _reports_known_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(81168);
/* harmony import */ var _reports_row_view_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(20573);
/* harmony import */ var _run_policy_stage_js__WEBPACK_IMPORTED_MODULE_5__ = __webpack_require__(13176);
/* harmony import */ var _report_files_js__WEBPACK_IMPORTED_MODULE_6__ = __webpack_require__(68186);
/* harmony import */ var _rows_reader_js__WEBPACK_IMPORTED_MODULE_7__ = __webpack_require__(17838);









/** A report whose rows are unpacked on the disk, and found by address. */
class IndexedReport {
    files;
    header;
    end;
    /** The tables about the tenant, in the order of the header. */
    tables;
    #fd;
    /** Where the line of each mailbox starts, and where the last one ends. */
    #offsets;
    /** Positions in the list by lower-case address. */
    #positions;
    /** Positions by the other names of mailboxes, in lower case; undefined before they are needed. Null: of several mailboxes. */
    #named;
    constructor(files, header, tables, { end, fd, offsets }) {
        this.files = files;
        this.header = header;
        this.tables = tables;
        this.end = end;
        this.#fd = fd;
        this.#offsets = offsets;
        this.#positions = new Map(header.list.mailboxes.map(({ address }, index) => [address.toLowerCase(), index]));
    }
    /**
     * Unpacks the rows of a report, and checks all of them. The files are closed with the report, also if it cannot be used: rejects with an
     * `UnusableRows` then.
     *
     * @param reasonAgainst why a report with this header cannot be used, in a sentence; undefined if it can
     */
    static async open(files, reasonAgainst = () => undefined) {
        try {
            const header = await (0,_rows_reader_js__WEBPACK_IMPORTED_MODULE_7__/* .readHeader */ .ay)(files.rowsFile);
            const { shard } = header;
            const reason = shard === undefined
                ? reasonAgainst(header)
                : `It has only shard ${shard.number} of ${shard.of}. The merge action reports on all shards.`;
            if (reason !== undefined)
                throw new _rows_reader_js__WEBPACK_IMPORTED_MODULE_7__/* .UnusableRows */ .dj(reason);
            const tables = await (0,_rows_reader_js__WEBPACK_IMPORTED_MODULE_7__/* .readTables */ .gb)(files.rowsFile, header);
            return new IndexedReport(files, header, tables, await unpack(files, header));
        }
        catch (error) {
            await files.close();
            throw error;
        }
    }
    /** Undefined if the list of the report lacks the address. */
    find(address) {
        const position = this.#positions.get(address.toLowerCase());
        return position === undefined ? undefined : this.at(position);
    }
    /**
     * The mailbox that the list of the report has by an address, or else the one with these IDs or addresses in its rows. Undefined if there is
     * none, or several.
     *
     * @param names the first one that the report knows decides
     */
    findNamed(...names) {
        const wanted = names.map((name) => name.toLowerCase());
        const position = wanted.map((name) => this.#positions.get(name)).find((at) => at !== undefined) ??
            wanted.map((name) => this.#otherNames().get(name)).find((at) => at !== undefined);
        return position === undefined || position === null ? undefined : this.at(position);
    }
    #otherNames() {
        if (this.#named !== undefined)
            return this.#named;
        const named = new Map();
        for (const position of this.header.list.mailboxes.keys()) {
            for (const name of storedNames(this.header, this.at(position)))
                named.set(name, (named.get(name) ?? position) === position ? position : null);
        }
        this.#named = named;
        return named;
    }
    /** The mailbox at a position of the list. */
    at(position) {
        const [start = 0, end = 0] = this.#offsets.slice(position, position + 2);
        const bytes = Buffer.allocUnsafe(end - start);
        (0,node_fs__WEBPACK_IMPORTED_MODULE_0__.readSync)(this.#fd, bytes, 0, bytes.length, start);
        return (0,_rows_reader_js__WEBPACK_IMPORTED_MODULE_7__/* .parseMailbox */ .i2)(bytes.toString('utf8'), this.header.reports);
    }
    /** Also closes the files. */
    async close() {
        (0,node_fs__WEBPACK_IMPORTED_MODULE_0__.closeSync)(this.#fd);
        await this.files.close();
    }
}
/** The names of a mailbox that its line has besides its address in the list, in lower case: IDs, and addresses in rows. */
function storedNames({ reports }, mailbox) {
    const addresses = reports.flatMap(({ name, columns }, at) => {
        const column = _run_policy_stage_js__WEBPACK_IMPORTED_MODULE_5__/* .ADDRESS_COLUMNS */ .Xc[name];
        const [row] = mailbox.reports[at]?.rows ?? [];
        const address = column === undefined || row === undefined ? undefined : (0,_reports_known_js__WEBPACK_IMPORTED_MODULE_3__/* .valueOf */ .RP)((0,_reports_row_view_js__WEBPACK_IMPORTED_MODULE_4__/* .viewOf */ .du)(columns, row).cell(column));
        return typeof address === 'string' ? [address.toLowerCase()] : [];
    });
    return [...(0,_mailboxes_identities_js__WEBPACK_IMPORTED_MODULE_8__/* .idsOf */ .U)(mailbox.ids ?? {}), ...addresses];
}
/** Writes the lines of the mailboxes into a file, which is open then. */
async function unpack(files, header) {
    const unpacked = node_path__WEBPACK_IMPORTED_MODULE_1___default().join(files.temp(), 'rows.ndjson');
    const offsets = [0];
    let offset = 0;
    let end;
    const lines = async function* () {
        for await (const { line } of (0,_rows_reader_js__WEBPACK_IMPORTED_MODULE_7__/* .readMailboxes */ .Z9)(files.rowsFile, header, (last) => (end = last))) {
            offset += Buffer.byteLength(line) + 1;
            offsets.push(offset);
            yield `${line}\n`;
        }
    };
    await (0,node_stream_promises__WEBPACK_IMPORTED_MODULE_2__.pipeline)(lines, (0,node_fs__WEBPACK_IMPORTED_MODULE_0__.createWriteStream)(unpacked, { flags: 'wx' })).catch((error) => {
        throw (0,_rows_reader_js__WEBPACK_IMPORTED_MODULE_7__/* .unpackingError */ .Z)(error);
    });
    if (end === undefined)
        throw new Error('a rows file that was read completely has no last line');
    return { end, fd: (0,node_fs__WEBPACK_IMPORTED_MODULE_0__.openSync)(unpacked, 'r'), offsets };
}
/** Opens a report that a path names: a folder, or a zip. Rejects with the UserErrors `REPORT_UNREADABLE` and `OUTPUT_UNWRITABLE`. */
async function openNamedReport(place, from, tempFolder) {
    try {
        return await IndexedReport.open(await _report_files_js__WEBPACK_IMPORTED_MODULE_6__/* .ReportFiles */ .yD.open(node_path__WEBPACK_IMPORTED_MODULE_1___default().resolve(from, place), { tempFolder }));
    }
    catch (error) {
        throw (0,_report_files_js__WEBPACK_IMPORTED_MODULE_6__/* .unreadableReport */ .wH)(place, error);
    }
}


/***/ }),

/***/ 68186:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  yD: () => (/* binding */ ReportFiles),
  wH: () => (/* binding */ unreadableReport)
});

// UNUSED EXPORTS: withReportFiles

// EXTERNAL MODULE: external "node:fs/promises"
var promises_ = __webpack_require__(51455);
// EXTERNAL MODULE: external "node:os"
var external_node_os_ = __webpack_require__(48161);
// EXTERNAL MODULE: external "node:path"
var external_node_path_ = __webpack_require__(76760);
var external_node_path_default = /*#__PURE__*/__webpack_require__.n(external_node_path_);
// EXTERNAL MODULE: ./src/errors.ts
var errors = __webpack_require__(83916);
// EXTERNAL MODULE: ./src/files/temp-folder.ts
var temp_folder = __webpack_require__(82766);
// EXTERNAL MODULE: external "node:fs"
var external_node_fs_ = __webpack_require__(73024);
// EXTERNAL MODULE: external "node:stream"
var external_node_stream_ = __webpack_require__(57075);
// EXTERNAL MODULE: external "node:stream/promises"
var external_node_stream_promises_ = __webpack_require__(46466);
// EXTERNAL MODULE: external "node:zlib"
var external_node_zlib_ = __webpack_require__(38522);
// EXTERNAL MODULE: ./src/store/rows-file.ts
var rows_file = __webpack_require__(35923);
// EXTERNAL MODULE: ./src/store/rows-reader.ts
var rows_reader = __webpack_require__(17838);
;// CONCATENATED MODULE: ./src/store/archive.ts








/** Entries of an archive, of whatever name. */
const MAX_ENTRIES = 1_000;
/**
 * Extracts the files with the given names from a zip into a folder, and nothing else: other names and folders in the
 * archive are ignored. Returns the names of all its files. Rejects with an `UnusableRows` if it is no zip, is damaged, or exceeds a limit.
 *
 * @param maxBytes of a file
 */
function extractFiles(zip, folder, names, maxBytes = rows_file/* MAX_FILE_BYTES */.gZ) {
    return readEntries(zip, (name) => names.includes(name), (name) => (0,external_node_fs_.createWriteStream)(external_node_path_default().join(folder, name), { flags: 'wx' }), maxBytes);
}
/** Reads and checks all files of a zip. Returns their names, and rejects, as `extractFiles` does. */
function requireWholeArchive(zip) {
    return readEntries(zip, (name) => !name.endsWith('/'), () => new PassThrough().resume(), MAX_FILE_BYTES);
}
/** Reads and checks the files of a zip that are wanted, each of another name. Returns the names of all. */
async function readEntries(zip, isWanted, fileOf, maxBytes) {
    // Loaded only by runs that have an archive. Bundled CommonJS has no other export than the default one.
    const { default: yauzl } = await __webpack_require__.e(/* import() */ 663).then(__webpack_require__.t.bind(__webpack_require__, 20663, 19));
    try {
        const archive = await yauzl.openPromise(zip, { autoClose: false });
        try {
            if (archive.entryCount > MAX_ENTRIES)
                throw new rows_reader/* UnusableRows */.dj(`The archive has more than ${MAX_ENTRIES} files.`);
            const all = new Set();
            const read = new Set();
            for await (const entry of archive.eachEntry()) {
                const { fileName } = entry;
                all.add(fileName);
                if (!isWanted(fileName))
                    continue;
                if (read.has(fileName))
                    throw new rows_reader/* UnusableRows */.dj(`The archive has ${fileName} twice.`);
                read.add(fileName);
                const content = await archive.openReadStreamPromise(entry);
                await (0,external_node_stream_promises_.pipeline)(content, new CheckedContent(entry.crc32, maxBytes), fileOf(fileName));
            }
            return all;
        }
        finally {
            archive.close();
        }
    }
    catch (thrown) {
        const error = (0,rows_reader/* unpackingError */.Z)(thrown);
        throw error instanceof rows_reader/* UnusableRows */.dj
            ? error
            : new rows_reader/* UnusableRows */.dj(`The archive cannot be read: ${(0,errors/* describeError */.Uc)(error)}.`);
    }
}
/** Passes the content of a file on, and fails if it exceeds a limit or has another checksum. */
class CheckedContent extends external_node_stream_.Transform {
    #expected;
    #maxBytes;
    #bytes = 0;
    #checksum = 0;
    constructor(checksum, maxBytes) {
        super();
        this.#expected = checksum;
        this.#maxBytes = maxBytes;
    }
    _transform(chunk, _, done) {
        this.#bytes += chunk.length;
        this.#checksum = (0,external_node_zlib_.crc32)(chunk, this.#checksum);
        if (this.#bytes > this.#maxBytes) {
            const size = this.#maxBytes < 1024 ** 3 ? `${this.#maxBytes / 1024 ** 2} MiB` : `${this.#maxBytes / 1024 ** 3} GiB`;
            done(new rows_reader/* UnusableRows */.dj(`A file in the archive exceeds ${size}.`));
        }
        else
            done(null, chunk);
    }
    _flush(done) {
        done(this.#checksum === this.#expected ? null : new rows_reader/* UnusableRows */.dj('The archive is damaged.'));
    }
}

;// CONCATENATED MODULE: ./src/store/report-files.ts








/** Bytes of an archive. */
const MAX_ARCHIVE_BYTES = 1024 ** 3;
const PREFIX = 'mailbox-report-';
/** The files of a report. From a zip, they are extracted into a temporary folder, which `close` removes. */
class ReportFiles {
    rowsFile;
    #tempFolder;
    #temp;
    constructor(rowsFile, tempFolder, temp) {
        this.rowsFile = rowsFile;
        this.#tempFolder = tempFolder;
        this.#temp = temp;
    }
    /** Rejects with an `UnusableRows` if there is no rows file, as the file system does, and with the UserError `OUTPUT_UNWRITABLE`. */
    static async open(place, { tempFolder = (0,external_node_os_.tmpdir)(), names = [] } = {}) {
        if (typeof place !== 'string')
            return new ReportFiles(place.rowsFile, tempFolder, undefined);
        const stats = await (0,promises_.stat)(place);
        const isFolder = stats.isDirectory();
        // Opening a pipe waits for a writer.
        if (!isFolder && !stats.isFile())
            throw new rows_reader/* UnusableRows */.dj('It is neither a folder nor a regular file.');
        if (!isFolder && !(await isArchive(place)))
            throw new rows_reader/* UnusableRows */.dj(await otherKind(place));
        const temp = isFolder ? undefined : (0,temp_folder/* makeTempFolder */.Pd)(tempFolder, PREFIX);
        try {
            if (temp !== undefined)
                await extractFiles(place, temp, [rows_file/* ROWS_FILE */.ZX, ...names]);
            const rowsFile = external_node_path_default().join(temp ?? place, rows_file/* ROWS_FILE */.ZX);
            if (await isFile(rowsFile))
                return new ReportFiles(rowsFile, tempFolder, temp);
            throw new rows_reader/* UnusableRows */.dj(`It has no ${rows_file/* ROWS_FILE */.ZX}. Artifacts of runs of this version of Mailbox Report and later have one.`);
        }
        catch (error) {
            await (0,temp_folder/* removeTemp */.DO)(temp);
            throw error;
        }
    }
    /**
     * Downloads an artifact, and opens its archive. Rejects with an `UnusableRows` if that is not possible, or the archive differs from the one
     * that was uploaded.
     *
     * @param size bytes of the archive
     * @param download writes the archive into an empty folder; returns whether it has the digest that GitHub gives, if GitHub gives one
     * @param names further files to extract
     */
    static async download(size, tempFolder, download, names = []) {
        if (!(size <= MAX_ARCHIVE_BYTES))
            throw new rows_reader/* UnusableRows */.dj('Its archive exceeds 1 GiB.');
        let temp;
        try {
            temp = (0,temp_folder/* makeTempFolder */.Pd)(tempFolder, PREFIX);
            if (!(await download(temp)))
                throw new rows_reader/* UnusableRows */.dj('Its archive does not have the digest that GitHub gives.');
            const [archive, ...others] = await (0,promises_.readdir)(temp);
            if (archive === undefined || others.length > 0)
                throw new rows_reader/* UnusableRows */.dj('It is not one archive.');
            return await ReportFiles.open(external_node_path_default().join(temp, archive), { tempFolder, names });
        }
        catch (error) {
            if (error instanceof rows_reader/* UnusableRows */.dj)
                throw error;
            throw new rows_reader/* UnusableRows */.dj(`It cannot be downloaded: ${(0,errors/* describeError */.Uc)(error)}.`);
        }
        finally {
            await (0,temp_folder/* removeTemp */.DO)(temp);
        }
    }
    /** The folder of the rows file. */
    get folder() {
        return external_node_path_default().dirname(this.rowsFile);
    }
    /** A folder for further temporary files, which `close` removes. Throws the UserError `OUTPUT_UNWRITABLE`. */
    temp() {
        this.#temp ??= (0,temp_folder/* makeTempFolder */.Pd)(this.#tempFolder, PREFIX);
        return this.#temp;
    }
    /** Removes what is temporary. */
    close() {
        return (0,temp_folder/* removeTemp */.DO)(this.#temp);
    }
}
/** Does work with the files of a report, and removes what is temporary in every case. Rejects as `ReportFiles.open` does. */
async function withReportFiles(place, options, work) {
    const files = await ReportFiles.open(place, options);
    try {
        return await work(files);
    }
    finally {
        await files.close();
    }
}
/** The UserError `REPORT_UNREADABLE` for a report that a path names. `cause`: why it cannot be opened or read; a UserError is returned as it is. */
function unreadableReport(place, cause, hint = 'Download the artifact of a run, and name its zip or the folder with its files.') {
    if (cause instanceof errors/* UserError */.yo)
        return cause;
    const reason = (0,errors/* systemErrorCode */.vq)(cause) === 'ENOENT'
        ? 'There is no such file or folder.'
        : cause instanceof rows_reader/* UnusableRows */.dj
            ? cause.message
            : `${(0,errors/* describeError */.Uc)(cause)}.`;
    return new errors/* UserError */.yo('REPORT_UNREADABLE', `The report ${place} cannot be used. ${reason}`, { hint, cause });
}
/** Whether a file starts as a zip does. One that is cut does too. */
async function isArchive(file) {
    const handle = await (0,promises_.open)(file);
    try {
        const { buffer } = await handle.read(Buffer.alloc(2), 0, 2, 0);
        return buffer.toString('latin1') === 'PK';
    }
    finally {
        await handle.close();
    }
}
const KINDS = {
    '.csv': 'It is a CSV.',
    '.html': 'It is a report page.',
    '.gz': 'It is one file of a report.',
    '.yml': 'It is a YAML file.',
    '.yaml': 'It is a YAML file.',
};
/** What a file is that is no zip, and the folder of it if that is a report. */
async function otherKind(file) {
    const kind = KINDS[external_node_path_default().extname(file).toLowerCase()] ?? 'It is no zip.';
    const folder = external_node_path_default().dirname(file);
    return (await isFile(external_node_path_default().join(folder, rows_file/* ROWS_FILE */.ZX))) ? `${kind} Its folder is a report: ${folder}` : kind;
}
async function isFile(file) {
    try {
        return (await (0,promises_.stat)(file)).isFile();
    }
    catch (error) {
        if ((0,errors/* systemErrorCode */.vq)(error) === 'ENOENT')
            return false;
        throw error;
    }
}


/***/ }),

/***/ 35923:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   GE: () => (/* binding */ storedReport),
/* harmony export */   Oc: () => (/* binding */ MAX_LINE_BYTES),
/* harmony export */   Pz: () => (/* binding */ storedViolation),
/* harmony export */   Sk: () => (/* binding */ endLine),
/* harmony export */   Y7: () => (/* binding */ failedMailbox),
/* harmony export */   ZX: () => (/* binding */ ROWS_FILE),
/* harmony export */   cA: () => (/* binding */ lineOf),
/* harmony export */   gZ: () => (/* binding */ MAX_FILE_BYTES),
/* harmony export */   gq: () => (/* binding */ storedTable),
/* harmony export */   o4: () => (/* binding */ storedMailbox),
/* harmony export */   oW: () => (/* binding */ tableLines),
/* harmony export */   tO: () => (/* binding */ mailboxLine)
/* harmony export */ });
/* harmony import */ var _policy_verdict_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(75187);
/* harmony import */ var _reports_rows_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(758);
/* harmony import */ var _run_table_result_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(97007);
/* harmony import */ var _text_display_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(24745);




const ROWS_FILE = 'rows.ndjson.gz';
const MAX_WARNINGS = 100;
const MAX_TEXT = 2_000;
/** Bytes of a line of a mailbox or a table. */
const MAX_LINE_BYTES = 1024 ** 2;
/** Bytes of a file, unpacked: 1,000,000 mailboxes have some 4 GiB. */
const MAX_FILE_BYTES = 16 * 1024 ** 3;
/** What is stored of a mailbox. The JSON report has the same, with names instead of positions. */
function storedMailbox({ mailbox, ids, reports }) {
    return { address: mailbox.address, ids, columns: mailbox.columns, reports: reports.map(storedReport) };
}
function storedReport({ rows, verdict }) {
    const { status, error } = (0,_reports_rows_js__WEBPACK_IMPORTED_MODULE_1__/* .unreadableRow */ .Oj)(rows) ?? rows[0];
    return {
        status,
        error,
        rows: rows.filter(({ content }) => content === 'item'),
        violations: (0,_policy_verdict_js__WEBPACK_IMPORTED_MODULE_0__/* .findingsIn */ ._0)(verdict).map(storedViolation),
    };
}
/** What is stored of a table. */
function storedTable(result) {
    const { definition, status, error } = result;
    const violations = (0,_run_table_result_js__WEBPACK_IMPORTED_MODULE_2__/* .tableFindings */ .LV)(result).map(storedViolation);
    return { name: definition.name, status, error, rows: (0,_run_table_result_js__WEBPACK_IMPORTED_MODULE_2__/* .readRowsOf */ .ho)(result), violations };
}
function storedViolation({ rule, verdict, item, rowDigest: row, column, found, since, }) {
    return { rule: rule.id, verdict, item, row, column, found, since };
}
/** A mailbox without its rows, and without the columns of the list, which may be what is too long. */
function failedMailbox({ address, ids, reports }, error) {
    return { address, ids, reports: reports.map(() => ({ status: 'failed', error, rows: [], violations: [] })) };
}
/** The line of a mailbox. What is blank or empty is left out. */
function mailboxLine({ address, ids, columns, reports }) {
    const text = objectText({
        mailbox: JSON.stringify(address),
        ids: ids && JSON.stringify(ids),
        columns: columns && JSON.stringify(columns),
        reports: listText(reports.map(reportText)),
    });
    return `${text}\n`;
}
/** Characters of a line of a table without its rows and violations, and what a character may be in UTF-8. */
const [TABLE_MARGIN, MOST_BYTES] = [20_000, 3];
/**
 * The lines of a table, one after another: as many as it takes for rows and violations, at least one. A row that does not fit into one
 * gives undefined. The text of a whole table is never in memory.
 */
function* tableLines({ name, status, error, rows, violations }) {
    const most = MAX_LINE_BYTES / MOST_BYTES - TABLE_MARGIN;
    const common = {
        table: JSON.stringify(name),
        status: JSON.stringify(status),
        error: error === '' ? undefined : JSON.stringify(cut(error)),
    };
    let line = { rows: [], violations: [] };
    let length = 0;
    for (const { part, text } of tableTexts(rows, violations)) {
        if (text.length > most)
            yield undefined;
        if (length > 0 && length + text.length + 1 > most) {
            yield tableLine(common, line);
            line = { rows: [], violations: [] };
            length = 0;
        }
        line[part].push(text);
        length += text.length + 1;
    }
    yield tableLine(common, line);
}
function* tableTexts(rows, violations) {
    // The rows of a table say why they were not read only by its line.
    for (const row of rows)
        yield { part: 'rows', text: rowText({ ...row, status: 'ok', error: '' }) };
    for (const violation of violations)
        yield { part: 'violations', text: JSON.stringify(violation) };
}
function tableLine(common, { rows, violations }) {
    const text = objectText({
        ...common,
        rows: rows.length === 0 ? undefined : listText(rows),
        violations: violations.length === 0 ? undefined : listText(violations),
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
function endLine(end) {
    const { counts, ended, tables, controls, throttling, warnings, result, stoppedBy, cancelled } = end;
    const { waits, waitedMs, refused } = throttling;
    return lineOf({
        counts,
        ended,
        tables,
        controls,
        throttling: { waits, waitedMs, refused },
        warnings: warnings.slice(0, MAX_WARNINGS).map(cut),
        result,
        cancelled,
        stoppedBy: stoppedBy && { message: cut(stoppedBy.message), hint: cut(stoppedBy.hint) },
    });
}
/** Keeps the last line within the length of a line. */
function cut(text) {
    return (0,_text_display_js__WEBPACK_IMPORTED_MODULE_3__/* .shortened */ .vI)(text, MAX_TEXT);
}
/** Members that are undefined are not written. */
function lineOf(value) {
    return `${JSON.stringify(value)}\n`;
}


/***/ }),

/***/ 68848:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   E8: () => (/* binding */ baselineDigest),
/* harmony export */   FV: () => (/* binding */ rowsReports),
/* harmony export */   GS: () => (/* binding */ registerDigest),
/* harmony export */   iH: () => (/* binding */ headerLine),
/* harmony export */   ol: () => (/* binding */ digestOf),
/* harmony export */   p1: () => (/* binding */ policyDigest),
/* harmony export */   tR: () => (/* binding */ historyAfter),
/* harmony export */   th: () => (/* binding */ rowsRules),
/* harmony export */   xG: () => (/* binding */ rowsHeader)
/* harmony export */ });
/* harmony import */ var node_crypto__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(77598);
/* harmony import */ var node_crypto__WEBPACK_IMPORTED_MODULE_0___default = /*#__PURE__*/__webpack_require__.n(node_crypto__WEBPACK_IMPORTED_MODULE_0__);
/* harmony import */ var _exchange_exchange_query_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(16081);
/* harmony import */ var _policy_register_register_entry_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(7468);
/* harmony import */ var _reports_definition_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(54530);
/* harmony import */ var _reports_definition_digests_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(23850);
/* harmony import */ var _reports_row_identity_js__WEBPACK_IMPORTED_MODULE_5__ = __webpack_require__(53894);
/* harmony import */ var _reports_table_js__WEBPACK_IMPORTED_MODULE_6__ = __webpack_require__(6711);
/* harmony import */ var _version_js__WEBPACK_IMPORTED_MODULE_7__ = __webpack_require__(311);
/* harmony import */ var _rows_file_js__WEBPACK_IMPORTED_MODULE_8__ = __webpack_require__(35923);
/* harmony import */ var _rows_shape_js__WEBPACK_IMPORTED_MODULE_9__ = __webpack_require__(40136);
/** The first line of `rows.ndjson.gz`: what a run read, by which files it judged, and how its rows are bound to their definitions. */










/** Runs whose counts a file carries. */
const MAX_HISTORY = 30;
/** The first line of a run's file. */
function rowsHeader({ step, started, reports, tables = [], policy, baseline, gate, list, shard, positions, recent, history = [], ...origin }) {
    const { tenant, cloud, shown, certificate } = origin;
    return {
        productVersion: _version_js__WEBPACK_IMPORTED_MODULE_7__/* .VERSION */ .xv,
        tenant,
        cloud,
        shown,
        certificate,
        list,
        shard,
        positions,
        recent,
        history,
        run: {
            id: step.runId,
            attempt: step.attempt,
            url: step.runUrl,
            started: new Date(started),
            commit: step.commit || undefined,
            actor: step.actor || undefined,
            repository: step.repository || undefined,
        },
        digests: {
            policy: policy && policyDigest(policy),
            baseline: baseline && baselineDigest(baseline),
            register: policy?.register && registerDigest(policy.register),
            catalogues: policy?.catalogues && catalogueDigests(policy.catalogues),
        },
        gate,
        rules: policy && rowsRules(policy),
        reports: rowsReports(reports),
        tables: rowsReports(tables),
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
        reads: sourceOf(definition),
        revision: (0,_reports_definition_js__WEBPACK_IMPORTED_MODULE_3__/* .revisionOf */ .DT)(definition),
        digests: (0,_reports_definition_digests_js__WEBPACK_IMPORTED_MODULE_4__/* .definitionDigests */ .T)(definition),
        columns: Object.keys(definition.columns),
        manyRows: definition.rows !== undefined,
        item: (0,_reports_row_identity_js__WEBPACK_IMPORTED_MODULE_5__/* .itemColumns */ .P1)(definition),
        ignored: definition.compare?.ignore ?? [],
        limits: definition.compare?.limits ?? {},
    }));
}
/** What a report was read from. */
function sourceOf(definition) {
    const { permissions } = definition;
    const endpoints = endpointsOf(definition);
    return {
        permission: permissions.length === 0 ? undefined : permissions.join(' and '),
        endpoint: endpoints.length === 0 ? undefined : endpoints.join(', '),
    };
}
function endpointsOf(definition) {
    if ((0,_reports_table_js__WEBPACK_IMPORTED_MODULE_6__/* .isTable */ .bI)(definition))
        return endpointsOfTable(definition);
    if ((0,_reports_definition_js__WEBPACK_IMPORTED_MODULE_3__/* .isDerivedReport */ ._S)(definition))
        return [];
    if ((0,_reports_definition_js__WEBPACK_IMPORTED_MODULE_3__/* .isExchangeReport */ .Uq)(definition))
        return [...new Set((0,_exchange_exchange_query_js__WEBPACK_IMPORTED_MODULE_1__/* .cmdletsOf */ .ol)(definition.request))];
    if ((0,_reports_definition_js__WEBPACK_IMPORTED_MODULE_3__/* .isListingReport */ .rJ)(definition)) {
        const { request } = definition;
        const listings = [request, ...Object.values(request.beside ?? {})];
        return [...new Set(listings.map(({ version, listing }) => `GET /${version}/${listing}`))];
    }
    const { version, path } = definition.request;
    return [`GET /${version}/users/{mailbox}${path === '' ? '' : `/${path}`}`];
}
function endpointsOfTable(table) {
    const isOfGraph = table.source === undefined || table.source === 'graph';
    return isOfGraph ? [`GET /${table.request.version}/${table.request.listing}`] : (0,_reports_table_js__WEBPACK_IMPORTED_MODULE_6__/* .cmdletsOfTable */ .WA)(table);
}
/** SHA-256, in hex, of the rules and exemptions of a policy, wherever they are in its file. */
function policyDigest({ rules, exemptions }) {
    return digestOf({ rules, exemptions }, (key, value) => (key === 'place' ? undefined : value));
}
function catalogueDigests(catalogues) {
    return Object.fromEntries([...catalogues].map(([name, { digest }]) => [name, digest]));
}
/** SHA-256, in hex, of the violations in a baseline, wherever they are in its file. */
function baselineDigest({ entries }) {
    return digestOf(entries, (key, value) => (key === 'line' ? undefined : value));
}
/** SHA-256, in hex, of what a register says, whatever the files and the order of its entries are. Columns that it does not know do not count. */
function registerDigest({ files, reviewEveryDays }) {
    const entries = (0,_policy_register_register_entry_js__WEBPACK_IMPORTED_MODULE_2__/* .sortedEntries */ .CA)(files.flatMap(({ entries: ofFile }) => ofFile));
    const ignored = ['file', 'line', 'further'];
    return digestOf({ reviewEveryDays, entries }, (key, value) => (ignored.includes(key) ? undefined : value));
}
/** SHA-256, in hex, of the JSON of a value. */
function digestOf(value, replacer) {
    return (0,node_crypto__WEBPACK_IMPORTED_MODULE_0__.hash)('sha256', JSON.stringify(value, replacer));
}
/** The first line. */
function headerLine({ run, list, certificate, shard, positions, recent, ...header }) {
    const { productVersion, tenant, cloud, shown, digests, gate, rules, reports, tables, history } = header;
    return (0,_rows_file_js__WEBPACK_IMPORTED_MODULE_8__/* .lineOf */ .cA)({
        format: _rows_shape_js__WEBPACK_IMPORTED_MODULE_9__/* .ROWS_FORMAT */ .I2,
        version: _rows_shape_js__WEBPACK_IMPORTED_MODULE_9__/* .ROWS_VERSION */ .vi,
        productVersion,
        tenant,
        cloud,
        shown,
        run,
        digests,
        gate,
        rules,
        shard,
        positions,
        recent: recent?.length === 0 ? undefined : recent,
        reports,
        tables: tables.length === 0 ? undefined : tables,
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
/** The mailboxes, in list order: an entry for each part that is of one file, or of none. */
function storedMailboxes({ mailboxes }) {
    const parts = [];
    for (const { address, file, line } of mailboxes) {
        const last = parts.at(-1);
        const isNext = last !== undefined && last.file === file;
        const part = isNext ? last : { file, addresses: [], ...(file === undefined ? {} : { lines: [] }) };
        if (!isNext)
            parts.push(part);
        part.addresses.push(address);
        if (line !== undefined)
            part.lines?.push(line);
    }
    return parts;
}
function storedPlace({ address, file, line }) {
    return { address, file, line };
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
/* harmony export */   gb: () => (/* binding */ readTables),
/* harmony export */   i2: () => (/* binding */ parseMailbox),
/* harmony export */   sA: () => (/* binding */ readEnd),
/* harmony export */   sb: () => (/* binding */ mailboxesIn)
/* harmony export */ });
/* unused harmony export rowsDigest */
/* harmony import */ var node_crypto__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(77598);
/* harmony import */ var node_crypto__WEBPACK_IMPORTED_MODULE_0___default = /*#__PURE__*/__webpack_require__.n(node_crypto__WEBPACK_IMPORTED_MODULE_0__);
/* harmony import */ var node_fs__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(73024);
/* harmony import */ var node_fs__WEBPACK_IMPORTED_MODULE_1___default = /*#__PURE__*/__webpack_require__.n(node_fs__WEBPACK_IMPORTED_MODULE_1__);
/* harmony import */ var node_fs_promises__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(51455);
/* harmony import */ var node_fs_promises__WEBPACK_IMPORTED_MODULE_2___default = /*#__PURE__*/__webpack_require__.n(node_fs_promises__WEBPACK_IMPORTED_MODULE_2__);
/* harmony import */ var node_stream__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(57075);
/* harmony import */ var node_stream__WEBPACK_IMPORTED_MODULE_3___default = /*#__PURE__*/__webpack_require__.n(node_stream__WEBPACK_IMPORTED_MODULE_3__);
/* harmony import */ var node_stream_promises__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(46466);
/* harmony import */ var node_stream_promises__WEBPACK_IMPORTED_MODULE_4___default = /*#__PURE__*/__webpack_require__.n(node_stream_promises__WEBPACK_IMPORTED_MODULE_4__);
/* harmony import */ var node_zlib__WEBPACK_IMPORTED_MODULE_5__ = __webpack_require__(38522);
/* harmony import */ var node_zlib__WEBPACK_IMPORTED_MODULE_5___default = /*#__PURE__*/__webpack_require__.n(node_zlib__WEBPACK_IMPORTED_MODULE_5__);
/* harmony import */ var _errors_js__WEBPACK_IMPORTED_MODULE_6__ = __webpack_require__(83916);
/* harmony import */ var _files_json_shape_js__WEBPACK_IMPORTED_MODULE_7__ = __webpack_require__(30601);
/* harmony import */ var _json_js__WEBPACK_IMPORTED_MODULE_13__ = __webpack_require__(8301);
/* harmony import */ var _mailboxes_mailbox_js__WEBPACK_IMPORTED_MODULE_14__ = __webpack_require__(6404);
/* harmony import */ var _mailboxes_shard_js__WEBPACK_IMPORTED_MODULE_8__ = __webpack_require__(74492);
/* harmony import */ var _reports_row_identity_js__WEBPACK_IMPORTED_MODULE_9__ = __webpack_require__(53894);
/* harmony import */ var _rows_file_js__WEBPACK_IMPORTED_MODULE_10__ = __webpack_require__(35923);
/* harmony import */ var _rows_header_js__WEBPACK_IMPORTED_MODULE_11__ = __webpack_require__(68848);
/* harmony import */ var _rows_shape_js__WEBPACK_IMPORTED_MODULE_12__ = __webpack_require__(40136);















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
    const isFull = ['ENOSPC', 'EDQUOT'].includes((0,_errors_js__WEBPACK_IMPORTED_MODULE_6__/* .systemErrorCode */ .vq)(error));
    return isFull ? new UnusableRows('The disk is full, so that it cannot be unpacked.') : error;
}
/** Reads the first line. Rejects with an `UnusableRows` if the file is no rows file, or one of another version. */
async function readHeader(file) {
    const line = await firstLine(file);
    const run = runOf(line);
    return { ...run, list: listOf(shaped(_rows_shape_js__WEBPACK_IMPORTED_MODULE_12__/* .LIST */ .rl, (0,_json_js__WEBPACK_IMPORTED_MODULE_13__/* .property */ .MZ)(line, 'list')), run) };
}
/** The same with only a digest of the list. Rejects as `readHeader` does, but for the list, which it does not check. */
async function readRun(file) {
    const line = await firstLine(file);
    const run = runOf(line);
    const list = (0,_json_js__WEBPACK_IMPORTED_MODULE_13__/* .property */ .MZ)(line, 'list') ?? null;
    return { ...run, listDigest: (0,_rows_header_js__WEBPACK_IMPORTED_MODULE_11__/* .digestOf */ .ol)((0,_json_js__WEBPACK_IMPORTED_MODULE_13__/* .property */ .MZ)(list, 'listed') === undefined ? list : filesPart(list, run)) };
}
/** What is the same in all shards with `mailboxes: all`. */
function filesPart(list, run) {
    const { files, columns, mailboxes, listed } = listOf(shaped(_rows_shape_js__WEBPACK_IMPORTED_MODULE_12__/* .LIST */ .rl, list), run);
    return { files, columns, mailboxes: mailboxes.slice(0, listed), all: true };
}
async function firstLine(file) {
    for await (const line of linesOf(file))
        return parsed(line);
    throw endsEarly();
}
/**
 * Reads the last line, and counts the others. Undefined if the file is cut or damaged, which `readMailboxes` and `readTables` say at the place: what
 * precedes it can be used.
 */
async function readEnd(file) {
    let [mailboxes, last] = [0, ''];
    try {
        for await (const line of linesOf(file)) {
            if (isOfMailbox(line))
                mailboxes += 1;
            last = line;
        }
        return { end: endOf(parsed(last)), mailboxes };
    }
    catch (error) {
        if (error instanceof UnusableRows)
            return undefined;
        throw error;
    }
}
/** SHA-256, in hex, of the unpacked lines. Rejects with an `UnusableRows` if the file cannot be decompressed. */
async function rowsDigest(file) {
    const digest = createHash('sha256');
    let bytes = 0;
    try {
        await pipeline(createReadStream(file), createGunzip(), async (chunks) => {
            for await (const chunk of chunks) {
                bytes += chunk.length;
                if (bytes > MAX_FILE_BYTES)
                    throw tooLarge();
                digest.update(chunk);
            }
        });
    }
    catch (error) {
        throw error instanceof UnusableRows ? error : undecompressed(error);
    }
    return digest.digest('hex');
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
        throw countsDiffer();
    }
}
/** The mailboxes that a file has, in its order: none without a report about mailboxes. Throws an `UnusableRows` for a position that the list does not have. */
function mailboxesIn({ list, shard, positions, reports, }) {
    if (reports.length === 0)
        return [];
    if (positions === undefined) {
        const { start, end } = (0,_mailboxes_shard_js__WEBPACK_IMPORTED_MODULE_8__/* .shardRange */ .uk)(list.length, shard ?? { number: 1, of: 1 });
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
    let position = 0;
    let isFirst = true;
    let last;
    for await (const line of linesOf(file)) {
        if (last !== undefined)
            throw malformed();
        const address = expected[position]?.address;
        if (isFirst)
            isFirst = false;
        else if (isOfMailbox(line)) {
            if (address === undefined)
                throw malformed();
            if (isWanted(address, line)) {
                const mailbox = parseMailbox(line, header.reports);
                if (mailbox.address !== address)
                    throw malformed();
                yield { mailbox, line };
            }
            position += 1;
        }
        else {
            const other = parsed(line);
            // Lines of tables, and of what later versions add.
            if ((0,_json_js__WEBPACK_IMPORTED_MODULE_13__/* .property */ .MZ)(other, 'counts') === undefined)
                continue;
            last = endOf(other);
            if (position !== expected.length)
                throw malformed();
            if (last.counts.mailboxes !== position)
                throw countsDiffer();
        }
    }
    if (last === undefined)
        throw endsEarly();
    onEnd(last);
}
/**
 * Reads the tables about the tenant, in the order of the header. Their lines precede the first mailbox, or follow the last one: reads
 * only as far as it must. Rejects with an `UnusableRows` if the file is cut or damaged, or lacks a table.
 */
async function readTables(file, { tables }) {
    const found = new Map();
    if (tables.length > 0) {
        for await (const line of linesOf(file)) {
            if (line.startsWith(_rows_shape_js__WEBPACK_IMPORTED_MODULE_12__/* .TABLE_LINE */ .GT))
                addTableLine(found, line, tables);
            else if (isOfMailbox(line) && found.size === tables.length)
                break;
        }
    }
    return tables.map(({ name, manyRows }) => {
        const table = found.get(name);
        if (table === undefined)
            throw malformed();
        const { length } = table.rows;
        // A table that was not read has no row, so that no rule judges one.
        if (table.status === 'ok' ? !manyRows && length !== 1 : length > 0)
            throw malformed();
        return table;
    });
}
function addTableLine(found, line, tables) {
    const { table: name, status, error = '', rows = [], violations = [] } = shaped(_rows_shape_js__WEBPACK_IMPORTED_MODULE_12__/* .TABLE */ .Bt, parsed(line));
    const width = tables.find((table) => table.name === name)?.columns.length;
    if (width === undefined)
        throw malformed();
    const table = found.get(name) ?? { name, status, error, rows: [], violations: [] };
    found.set(name, table);
    if (status !== table.status || error !== table.error)
        throw malformed();
    table.rows.push(...rows.map((row) => rowOf(row, width)));
    table.violations.push(...violations);
}
/** Whether a line is that of a mailbox, which is not parsed if nobody wants it. Others are those of tables, and the last one. */
function isOfMailbox(line) {
    return line.startsWith(_rows_shape_js__WEBPACK_IMPORTED_MODULE_12__/* .MAILBOX_LINE */ .U6);
}
/** The lines of a compressed file, without their line ends. */
async function* linesOf(file) {
    const gunzip = (0,node_zlib__WEBPACK_IMPORTED_MODULE_5__.createGunzip)();
    // Errors of the file arrive at the iterator, too.
    (0,node_stream__WEBPACK_IMPORTED_MODULE_3__.pipeline)((0,node_fs__WEBPACK_IMPORTED_MODULE_1__.createReadStream)(file), gunzip, () => undefined);
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
            if (bytes > _rows_file_js__WEBPACK_IMPORTED_MODULE_10__/* .MAX_FILE_BYTES */ .gZ)
                throw tooLarge();
            let start = 0;
            for (let end = chunk.indexOf(NEWLINE); end !== -1; end = chunk.indexOf(NEWLINE, start)) {
                take(chunk.subarray(start, end));
                yield Buffer.concat(parts).toString('utf8');
                [parts, length, most, start] = [[], 0, _rows_file_js__WEBPACK_IMPORTED_MODULE_10__/* .MAX_LINE_BYTES */ .Oc, end + 1];
            }
            if (start < chunk.length)
                take(chunk.subarray(start));
        }
    }
    catch (error) {
        if (error instanceof UnusableRows)
            throw error;
        const isEmpty = bytes === 0 && (await (0,node_fs_promises__WEBPACK_IMPORTED_MODULE_2__.stat)(file).catch(() => undefined))?.size === 0;
        if (isEmpty)
            throw new UnusableRows('Nothing was read: its run ended before the first mailbox.');
        throw undecompressed(error);
    }
    if (length > 0)
        throw new UnusableRows('It ends inside a line.');
}
function parsed(line) {
    try {
        const value = (0,_json_js__WEBPACK_IMPORTED_MODULE_13__/* .parseJson */ .qF)(line);
        if (!(0,_json_js__WEBPACK_IMPORTED_MODULE_13__/* .isNestedDeeper */ .Ff)(value, MAX_NESTING))
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
    if ((0,_json_js__WEBPACK_IMPORTED_MODULE_13__/* .property */ .MZ)(line, 'format') !== _rows_shape_js__WEBPACK_IMPORTED_MODULE_12__/* .ROWS_FORMAT */ .I2)
        throw new UnusableRows('It is not a rows file of Mailbox Report.');
    const version = (0,_json_js__WEBPACK_IMPORTED_MODULE_13__/* .property */ .MZ)(line, 'version');
    if (version !== _rows_shape_js__WEBPACK_IMPORTED_MODULE_12__/* .ROWS_VERSION */ .vi) {
        const format = typeof version === 'number' ? `version ${version} of the format` : 'another format';
        throw new UnusableRows(`Another version of Mailbox Report wrote it, in ${format}. This version reads version ${_rows_shape_js__WEBPACK_IMPORTED_MODULE_12__/* .ROWS_VERSION */ .vi}.`);
    }
    const header = shaped(_rows_shape_js__WEBPACK_IMPORTED_MODULE_12__/* .RUN */ .oq, line);
    const { productVersion, tenant, cloud, shown, run, rules, shard, positions, recent, certificate } = header;
    const { id, attempt, url, started, commit, actor, repository } = run;
    const { policy, baseline, register, catalogues } = header.digests;
    return {
        productVersion,
        tenant,
        cloud,
        shown,
        run: { id, attempt, url, started: new Date(started), commit, actor, repository },
        digests: { policy, baseline, register, catalogues },
        gate: header.gate,
        rules,
        shard,
        positions,
        recent: recent?.map(({ position, created }) => ({ position, created: new Date(created) })),
        certificate: certificate && { notAfter: new Date(certificate.expires), thumbprint: certificate.thumbprint },
        reports: header.reports.map(reportOf),
        tables: (header.tables ?? []).map(reportOf),
        history: (header.history ?? []).map(({ url, started, counts }) => ({ url, started: new Date(started), counts })),
    };
}
function reportOf(report) {
    const { name, reads, revision, digests, columns, manyRows, item, ignored, limits } = report;
    const isWhole = (0,_reports_row_identity_js__WEBPACK_IMPORTED_MODULE_9__/* .itemPositions */ .Gd)(item, columns) !== undefined;
    if (!isWhole || !columns.every((column) => Object.hasOwn(digests.columns, column)))
        throw malformed();
    return { name, reads, revision, digests, columns, manyRows, item, ignored, limits };
}
function endOf(line) {
    const { ended, ...end } = shaped(_rows_shape_js__WEBPACK_IMPORTED_MODULE_12__/* .END */ .Kp, line);
    return { ...end, ended: new Date(ended) };
}
/** A run without a report about mailboxes has none in its list. */
function listOf({ files, columns, mailboxes: groups, listed, duplicateCount, duplicates }, { reports }) {
    const mailboxes = groups.flatMap(({ file, addresses, lines = [] }) => addresses.map((address, index) => file === undefined ? { address } : { address, file, line: shaped(_files_json_shape_js__WEBPACK_IMPORTED_MODULE_7__/* .isWhole */ .wP, lines[index]) }));
    const list = (0,_mailboxes_mailbox_js__WEBPACK_IMPORTED_MODULE_14__/* .mailboxList */ .h7)(mailboxes, files, columns ?? []);
    if ((list.length === 0 && reports.length > 0) || list.duplicateCount > 0)
        throw malformed();
    return { ...list, duplicateCount, duplicates, listed };
}
/** Parses the line of a mailbox. Throws an `UnusableRows`. */
function parseMailbox(line, reports) {
    const { mailbox: address, ids, columns, reports: results } = shaped(_rows_shape_js__WEBPACK_IMPORTED_MODULE_12__/* .MAILBOX */ .bG, parsed(line));
    if (results.length !== reports.length)
        throw malformed();
    return { address, ids, columns, reports: results.map((result, index) => resultOf(result, reports[index])) };
}
function resultOf({ status, error = '', rows: storedRows = [], violations = [] }, report) {
    const width = report?.columns.length ?? 0;
    const rows = storedRows.map((row) => rowOf(row, width));
    if (report?.manyRows === false && rows.length !== (status === 'ok' ? 1 : 0))
        throw malformed();
    const failedRow = rows.find((row) => row.status !== 'ok');
    if (rows.length > 0 && status !== (failedRow?.status ?? 'ok'))
        throw malformed();
    return { status, error, rows, violations };
}
function rowOf({ cells, unknown = [], notApplicable = [], status = 'ok', error = '', id, identity }, width) {
    if (cells.length !== width || [...unknown, ...notApplicable].some((index) => index >= width))
        throw malformed();
    const setOf = (positions) => (positions.length === 0 ? undefined : new Set(positions));
    return { cells, incomplete: setOf(unknown), notApplicable: setOf(notApplicable), status, error, id, identity };
}
function tooLarge() {
    return new UnusableRows('It exceeds 16 GiB.');
}
function undecompressed(error) {
    return new UnusableRows(`It cannot be decompressed: ${(0,_errors_js__WEBPACK_IMPORTED_MODULE_6__/* .describeError */ .Uc)(error)}.`);
}
function endsEarly() {
    return new UnusableRows('It ends early.');
}
function countsDiffer() {
    return new UnusableRows('Its counts do not add up.');
}
function malformed() {
    return new UnusableRows('It has a malformed line.');
}


/***/ }),

/***/ 40136:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   Bt: () => (/* binding */ TABLE),
/* harmony export */   GT: () => (/* binding */ TABLE_LINE),
/* harmony export */   I2: () => (/* binding */ ROWS_FORMAT),
/* harmony export */   Kp: () => (/* binding */ END),
/* harmony export */   U6: () => (/* binding */ MAILBOX_LINE),
/* harmony export */   bG: () => (/* binding */ MAILBOX),
/* harmony export */   oq: () => (/* binding */ RUN),
/* harmony export */   rl: () => (/* binding */ LIST),
/* harmony export */   vi: () => (/* binding */ ROWS_VERSION)
/* harmony export */ });
/* unused harmony exports REPORT, ROW, VIOLATION, RESULT */
/* harmony import */ var _files_json_shape_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(30601);
/* harmony import */ var _mailboxes_address_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(16592);
/* harmony import */ var _mailboxes_shard_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(74492);
/* harmony import */ var _run_input_readers_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(26464);
/* harmony import */ var _run_mailbox_result_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(70611);
/** The lines of `rows.ndjson.gz`, as `rows-file.ts` writes them and `rows-reader.ts` reads them. */





const ROWS_FORMAT = 'mailbox-report-rows';
/** Increase it with every change after which an earlier reader would misunderstand a file. */
const ROWS_VERSION = 2;
const STATUS = (0,_files_json_shape_js__WEBPACK_IMPORTED_MODULE_0__/* .oneOf */ .yL)(['ok', ..._run_mailbox_result_js__WEBPACK_IMPORTED_MODULE_4__/* .BY_SEVERITY */ .Y8]);
const VERDICT = (0,_files_json_shape_js__WEBPACK_IMPORTED_MODULE_0__/* .oneOf */ .yL)(['fail', 'warn', 'known', 'exempt', 'inconclusive']);
const RESULT_OF_RUN = (0,_files_json_shape_js__WEBPACK_IMPORTED_MODULE_0__/* .oneOf */ .yL)(['pass', 'violations', 'incomplete', 'error']);
const TEXTS = (0,_files_json_shape_js__WEBPACK_IMPORTED_MODULE_0__/* .arrayOf */ .jk)(_files_json_shape_js__WEBPACK_IMPORTED_MODULE_0__/* .isText */ .KH);
const COUNTS = (0,_files_json_shape_js__WEBPACK_IMPORTED_MODULE_0__/* .mapOf */ .A7)(_files_json_shape_js__WEBPACK_IMPORTED_MODULE_0__/* .isWhole */ .wP);
const COUNTS_BY_NAME = (0,_files_json_shape_js__WEBPACK_IMPORTED_MODULE_0__/* .mapOf */ .A7)((0,_files_json_shape_js__WEBPACK_IMPORTED_MODULE_0__/* .either */ .gP)(_files_json_shape_js__WEBPACK_IMPORTED_MODULE_0__/* .isWhole */ .wP, COUNTS));
/** Those of a run. Further counts may follow these. */
const RUN_COUNTS = (0,_files_json_shape_js__WEBPACK_IMPORTED_MODULE_0__/* .both */ .WP)(COUNTS, (0,_files_json_shape_js__WEBPACK_IMPORTED_MODULE_0__/* .objectOf */ .Xy)({ mailboxes: _files_json_shape_js__WEBPACK_IMPORTED_MODULE_0__/* .isWhole */ .wP, read: _files_json_shape_js__WEBPACK_IMPORTED_MODULE_0__/* .isWhole */ .wP, unreadable: _files_json_shape_js__WEBPACK_IMPORTED_MODULE_0__/* .isWhole */ .wP }));
const REPORT = (0,_files_json_shape_js__WEBPACK_IMPORTED_MODULE_0__/* .objectOf */ .Xy)({
    name: _files_json_shape_js__WEBPACK_IMPORTED_MODULE_0__/* .isText */ .KH,
    reads: (0,_files_json_shape_js__WEBPACK_IMPORTED_MODULE_0__/* .objectOf */ .Xy)({ permission: (0,_files_json_shape_js__WEBPACK_IMPORTED_MODULE_0__/* .optional */ .lq)(_files_json_shape_js__WEBPACK_IMPORTED_MODULE_0__/* .isText */ .KH), endpoint: (0,_files_json_shape_js__WEBPACK_IMPORTED_MODULE_0__/* .optional */ .lq)(_files_json_shape_js__WEBPACK_IMPORTED_MODULE_0__/* .isText */ .KH) }),
    revision: _files_json_shape_js__WEBPACK_IMPORTED_MODULE_0__/* .isWhole */ .wP,
    digests: (0,_files_json_shape_js__WEBPACK_IMPORTED_MODULE_0__/* .objectOf */ .Xy)({ row: _files_json_shape_js__WEBPACK_IMPORTED_MODULE_0__/* .isText */ .KH, columns: (0,_files_json_shape_js__WEBPACK_IMPORTED_MODULE_0__/* .mapOf */ .A7)(_files_json_shape_js__WEBPACK_IMPORTED_MODULE_0__/* .isText */ .KH) }),
    columns: TEXTS,
    manyRows: _files_json_shape_js__WEBPACK_IMPORTED_MODULE_0__/* .isTruth */ .Us,
    item: (0,_files_json_shape_js__WEBPACK_IMPORTED_MODULE_0__/* .arrayOf */ .jk)((0,_files_json_shape_js__WEBPACK_IMPORTED_MODULE_0__/* .either */ .gP)(_files_json_shape_js__WEBPACK_IMPORTED_MODULE_0__/* .isText */ .KH, TEXTS)),
    ignored: TEXTS,
    limits: (0,_files_json_shape_js__WEBPACK_IMPORTED_MODULE_0__/* .mapOf */ .A7)((0,_files_json_shape_js__WEBPACK_IMPORTED_MODULE_0__/* .arrayOf */ .jk)(_files_json_shape_js__WEBPACK_IMPORTED_MODULE_0__/* .isNumber */ .Et)),
});
const GATE = (0,_files_json_shape_js__WEBPACK_IMPORTED_MODULE_0__/* .objectOf */ .Xy)({
    failOn: (0,_files_json_shape_js__WEBPACK_IMPORTED_MODULE_0__/* .oneOf */ .yL)(_run_input_readers_js__WEBPACK_IMPORTED_MODULE_3__/* .FAIL_ON */ .d$),
    maxUnreadable: (0,_files_json_shape_js__WEBPACK_IMPORTED_MODULE_0__/* .objectOf */ .Xy)({
        kind: (0,_files_json_shape_js__WEBPACK_IMPORTED_MODULE_0__/* .oneOf */ .yL)(['count', 'percent']),
        most: _files_json_shape_js__WEBPACK_IMPORTED_MODULE_0__/* .isNumber */ .Et,
        always: (0,_files_json_shape_js__WEBPACK_IMPORTED_MODULE_0__/* .optional */ .lq)(_files_json_shape_js__WEBPACK_IMPORTED_MODULE_0__/* .isNumber */ .Et),
    }),
    unlisted: (0,_files_json_shape_js__WEBPACK_IMPORTED_MODULE_0__/* .oneOf */ .yL)(_run_input_readers_js__WEBPACK_IMPORTED_MODULE_3__/* .UNLISTED_MODES */ .w7),
});
/** The first line without the list. */
const RUN = (0,_files_json_shape_js__WEBPACK_IMPORTED_MODULE_0__/* .objectOf */ .Xy)({
    productVersion: _files_json_shape_js__WEBPACK_IMPORTED_MODULE_0__/* .isText */ .KH,
    tenant: _files_json_shape_js__WEBPACK_IMPORTED_MODULE_0__/* .isText */ .KH,
    cloud: _files_json_shape_js__WEBPACK_IMPORTED_MODULE_0__/* .isText */ .KH,
    shown: (0,_files_json_shape_js__WEBPACK_IMPORTED_MODULE_0__/* .objectOf */ .Xy)({ tenant: _files_json_shape_js__WEBPACK_IMPORTED_MODULE_0__/* .isText */ .KH, cloud: _files_json_shape_js__WEBPACK_IMPORTED_MODULE_0__/* .isText */ .KH }),
    run: (0,_files_json_shape_js__WEBPACK_IMPORTED_MODULE_0__/* .objectOf */ .Xy)({
        id: _files_json_shape_js__WEBPACK_IMPORTED_MODULE_0__/* .isText */ .KH,
        attempt: _files_json_shape_js__WEBPACK_IMPORTED_MODULE_0__/* .isWhole */ .wP,
        url: (0,_files_json_shape_js__WEBPACK_IMPORTED_MODULE_0__/* .optional */ .lq)(_files_json_shape_js__WEBPACK_IMPORTED_MODULE_0__/* .isText */ .KH),
        started: _files_json_shape_js__WEBPACK_IMPORTED_MODULE_0__/* .isTime */ .K8,
        commit: (0,_files_json_shape_js__WEBPACK_IMPORTED_MODULE_0__/* .optional */ .lq)(_files_json_shape_js__WEBPACK_IMPORTED_MODULE_0__/* .isText */ .KH),
        actor: (0,_files_json_shape_js__WEBPACK_IMPORTED_MODULE_0__/* .optional */ .lq)(_files_json_shape_js__WEBPACK_IMPORTED_MODULE_0__/* .isText */ .KH),
        repository: (0,_files_json_shape_js__WEBPACK_IMPORTED_MODULE_0__/* .optional */ .lq)(_files_json_shape_js__WEBPACK_IMPORTED_MODULE_0__/* .isText */ .KH),
    }),
    digests: (0,_files_json_shape_js__WEBPACK_IMPORTED_MODULE_0__/* .objectOf */ .Xy)({
        policy: (0,_files_json_shape_js__WEBPACK_IMPORTED_MODULE_0__/* .optional */ .lq)(_files_json_shape_js__WEBPACK_IMPORTED_MODULE_0__/* .isText */ .KH),
        baseline: (0,_files_json_shape_js__WEBPACK_IMPORTED_MODULE_0__/* .optional */ .lq)(_files_json_shape_js__WEBPACK_IMPORTED_MODULE_0__/* .isText */ .KH),
        register: (0,_files_json_shape_js__WEBPACK_IMPORTED_MODULE_0__/* .optional */ .lq)(_files_json_shape_js__WEBPACK_IMPORTED_MODULE_0__/* .isText */ .KH),
        catalogues: (0,_files_json_shape_js__WEBPACK_IMPORTED_MODULE_0__/* .optional */ .lq)((0,_files_json_shape_js__WEBPACK_IMPORTED_MODULE_0__/* .mapOf */ .A7)(_files_json_shape_js__WEBPACK_IMPORTED_MODULE_0__/* .isText */ .KH)),
    }),
    gate: (0,_files_json_shape_js__WEBPACK_IMPORTED_MODULE_0__/* .optional */ .lq)(GATE),
    rules: (0,_files_json_shape_js__WEBPACK_IMPORTED_MODULE_0__/* .optional */ .lq)((0,_files_json_shape_js__WEBPACK_IMPORTED_MODULE_0__/* .arrayOf */ .jk)((0,_files_json_shape_js__WEBPACK_IMPORTED_MODULE_0__/* .objectOf */ .Xy)({ id: _files_json_shape_js__WEBPACK_IMPORTED_MODULE_0__/* .isText */ .KH, report: _files_json_shape_js__WEBPACK_IMPORTED_MODULE_0__/* .isText */ .KH }))),
    shard: (0,_files_json_shape_js__WEBPACK_IMPORTED_MODULE_0__/* .optional */ .lq)((0,_files_json_shape_js__WEBPACK_IMPORTED_MODULE_0__/* .where */ ._M)((0,_files_json_shape_js__WEBPACK_IMPORTED_MODULE_0__/* .objectOf */ .Xy)({ number: _files_json_shape_js__WEBPACK_IMPORTED_MODULE_0__/* .isWhole */ .wP, of: _files_json_shape_js__WEBPACK_IMPORTED_MODULE_0__/* .isWhole */ .wP }), ({ number, of }) => number >= 1 && number <= of && of <= _mailboxes_shard_js__WEBPACK_IMPORTED_MODULE_2__/* .MAX_SHARDS */ .hH)),
    positions: (0,_files_json_shape_js__WEBPACK_IMPORTED_MODULE_0__/* .optional */ .lq)((0,_files_json_shape_js__WEBPACK_IMPORTED_MODULE_0__/* .arrayOf */ .jk)(_files_json_shape_js__WEBPACK_IMPORTED_MODULE_0__/* .isWhole */ .wP)),
    recent: (0,_files_json_shape_js__WEBPACK_IMPORTED_MODULE_0__/* .optional */ .lq)((0,_files_json_shape_js__WEBPACK_IMPORTED_MODULE_0__/* .arrayOf */ .jk)((0,_files_json_shape_js__WEBPACK_IMPORTED_MODULE_0__/* .objectOf */ .Xy)({ position: _files_json_shape_js__WEBPACK_IMPORTED_MODULE_0__/* .isWhole */ .wP, created: _files_json_shape_js__WEBPACK_IMPORTED_MODULE_0__/* .isTime */ .K8 }))),
    certificate: (0,_files_json_shape_js__WEBPACK_IMPORTED_MODULE_0__/* .optional */ .lq)((0,_files_json_shape_js__WEBPACK_IMPORTED_MODULE_0__/* .objectOf */ .Xy)({ expires: _files_json_shape_js__WEBPACK_IMPORTED_MODULE_0__/* .isTime */ .K8, thumbprint: _files_json_shape_js__WEBPACK_IMPORTED_MODULE_0__/* .isText */ .KH })),
    reports: (0,_files_json_shape_js__WEBPACK_IMPORTED_MODULE_0__/* .arrayOf */ .jk)(REPORT),
    tables: (0,_files_json_shape_js__WEBPACK_IMPORTED_MODULE_0__/* .optional */ .lq)((0,_files_json_shape_js__WEBPACK_IMPORTED_MODULE_0__/* .arrayOf */ .jk)(REPORT)),
    history: (0,_files_json_shape_js__WEBPACK_IMPORTED_MODULE_0__/* .optional */ .lq)((0,_files_json_shape_js__WEBPACK_IMPORTED_MODULE_0__/* .arrayOf */ .jk)((0,_files_json_shape_js__WEBPACK_IMPORTED_MODULE_0__/* .objectOf */ .Xy)({ url: (0,_files_json_shape_js__WEBPACK_IMPORTED_MODULE_0__/* .optional */ .lq)(_files_json_shape_js__WEBPACK_IMPORTED_MODULE_0__/* .isText */ .KH), started: _files_json_shape_js__WEBPACK_IMPORTED_MODULE_0__/* .isTime */ .K8, counts: COUNTS }))),
});
const PLACE = (0,_files_json_shape_js__WEBPACK_IMPORTED_MODULE_0__/* .objectOf */ .Xy)({ address: _files_json_shape_js__WEBPACK_IMPORTED_MODULE_0__/* .isText */ .KH, file: _files_json_shape_js__WEBPACK_IMPORTED_MODULE_0__/* .isText */ .KH, line: _files_json_shape_js__WEBPACK_IMPORTED_MODULE_0__/* .isWhole */ .wP });
/** The list in the first line. */
const LIST = (0,_files_json_shape_js__WEBPACK_IMPORTED_MODULE_0__/* .objectOf */ .Xy)({
    files: TEXTS,
    columns: (0,_files_json_shape_js__WEBPACK_IMPORTED_MODULE_0__/* .optional */ .lq)(TEXTS),
    // Without file and lines: those that no list has.
    mailboxes: (0,_files_json_shape_js__WEBPACK_IMPORTED_MODULE_0__/* .arrayOf */ .jk)((0,_files_json_shape_js__WEBPACK_IMPORTED_MODULE_0__/* .objectOf */ .Xy)({
        file: (0,_files_json_shape_js__WEBPACK_IMPORTED_MODULE_0__/* .optional */ .lq)(_files_json_shape_js__WEBPACK_IMPORTED_MODULE_0__/* .isText */ .KH),
        addresses: (0,_files_json_shape_js__WEBPACK_IMPORTED_MODULE_0__/* .arrayOf */ .jk)((0,_files_json_shape_js__WEBPACK_IMPORTED_MODULE_0__/* .where */ ._M)(_files_json_shape_js__WEBPACK_IMPORTED_MODULE_0__/* .isText */ .KH, _mailboxes_address_js__WEBPACK_IMPORTED_MODULE_1__/* .isMailboxId */ .GB)),
        lines: (0,_files_json_shape_js__WEBPACK_IMPORTED_MODULE_0__/* .optional */ .lq)((0,_files_json_shape_js__WEBPACK_IMPORTED_MODULE_0__/* .arrayOf */ .jk)(_files_json_shape_js__WEBPACK_IMPORTED_MODULE_0__/* .isWhole */ .wP)),
    })),
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
    row: _files_json_shape_js__WEBPACK_IMPORTED_MODULE_0__/* .isText */ .KH,
    column: _files_json_shape_js__WEBPACK_IMPORTED_MODULE_0__/* .isText */ .KH,
    found: _files_json_shape_js__WEBPACK_IMPORTED_MODULE_0__/* .isPresent */ .Wo,
    since: (0,_files_json_shape_js__WEBPACK_IMPORTED_MODULE_0__/* .optional */ .lq)(_files_json_shape_js__WEBPACK_IMPORTED_MODULE_0__/* .isText */ .KH),
});
const RESULT = (0,_files_json_shape_js__WEBPACK_IMPORTED_MODULE_0__/* .objectOf */ .Xy)({
    status: STATUS,
    error: (0,_files_json_shape_js__WEBPACK_IMPORTED_MODULE_0__/* .optional */ .lq)(_files_json_shape_js__WEBPACK_IMPORTED_MODULE_0__/* .isText */ .KH),
    rows: (0,_files_json_shape_js__WEBPACK_IMPORTED_MODULE_0__/* .optional */ .lq)((0,_files_json_shape_js__WEBPACK_IMPORTED_MODULE_0__/* .arrayOf */ .jk)(ROW)),
    violations: (0,_files_json_shape_js__WEBPACK_IMPORTED_MODULE_0__/* .optional */ .lq)((0,_files_json_shape_js__WEBPACK_IMPORTED_MODULE_0__/* .arrayOf */ .jk)(VIOLATION)),
});
/** How the line of a mailbox starts. */
const MAILBOX_LINE = '{"mailbox":';
/** The line of a mailbox. */
const MAILBOX = (0,_files_json_shape_js__WEBPACK_IMPORTED_MODULE_0__/* .objectOf */ .Xy)({
    mailbox: _files_json_shape_js__WEBPACK_IMPORTED_MODULE_0__/* .isText */ .KH,
    ids: (0,_files_json_shape_js__WEBPACK_IMPORTED_MODULE_0__/* .optional */ .lq)((0,_files_json_shape_js__WEBPACK_IMPORTED_MODULE_0__/* .objectOf */ .Xy)({ account: (0,_files_json_shape_js__WEBPACK_IMPORTED_MODULE_0__/* .optional */ .lq)(_files_json_shape_js__WEBPACK_IMPORTED_MODULE_0__/* .isText */ .KH), guid: (0,_files_json_shape_js__WEBPACK_IMPORTED_MODULE_0__/* .optional */ .lq)(_files_json_shape_js__WEBPACK_IMPORTED_MODULE_0__/* .isText */ .KH) })),
    columns: (0,_files_json_shape_js__WEBPACK_IMPORTED_MODULE_0__/* .optional */ .lq)((0,_files_json_shape_js__WEBPACK_IMPORTED_MODULE_0__/* .arrayOf */ .jk)((0,_files_json_shape_js__WEBPACK_IMPORTED_MODULE_0__/* .either */ .gP)(_files_json_shape_js__WEBPACK_IMPORTED_MODULE_0__/* .isText */ .KH, (0,_files_json_shape_js__WEBPACK_IMPORTED_MODULE_0__/* .oneOf */ .yL)([null])))),
    reports: (0,_files_json_shape_js__WEBPACK_IMPORTED_MODULE_0__/* .arrayOf */ .jk)(RESULT),
});
/** How a line of a table about the tenant starts. */
const TABLE_LINE = '{"table":';
/** A line of a table, which may have several. */
const TABLE = (0,_files_json_shape_js__WEBPACK_IMPORTED_MODULE_0__/* .both */ .WP)(RESULT, (0,_files_json_shape_js__WEBPACK_IMPORTED_MODULE_0__/* .objectOf */ .Xy)({ table: _files_json_shape_js__WEBPACK_IMPORTED_MODULE_0__/* .isText */ .KH }));
/** The last line. */
const END = (0,_files_json_shape_js__WEBPACK_IMPORTED_MODULE_0__/* .objectOf */ .Xy)({
    counts: RUN_COUNTS,
    ended: _files_json_shape_js__WEBPACK_IMPORTED_MODULE_0__/* .isTime */ .K8,
    tables: (0,_files_json_shape_js__WEBPACK_IMPORTED_MODULE_0__/* .optional */ .lq)(COUNTS_BY_NAME),
    controls: (0,_files_json_shape_js__WEBPACK_IMPORTED_MODULE_0__/* .optional */ .lq)(COUNTS_BY_NAME),
    throttling: (0,_files_json_shape_js__WEBPACK_IMPORTED_MODULE_0__/* .objectOf */ .Xy)({ waits: _files_json_shape_js__WEBPACK_IMPORTED_MODULE_0__/* .isWhole */ .wP, waitedMs: _files_json_shape_js__WEBPACK_IMPORTED_MODULE_0__/* .isNumber */ .Et, refused: _files_json_shape_js__WEBPACK_IMPORTED_MODULE_0__/* .isWhole */ .wP }),
    warnings: TEXTS,
    result: RESULT_OF_RUN,
    stoppedBy: (0,_files_json_shape_js__WEBPACK_IMPORTED_MODULE_0__/* .optional */ .lq)((0,_files_json_shape_js__WEBPACK_IMPORTED_MODULE_0__/* .objectOf */ .Xy)({ message: _files_json_shape_js__WEBPACK_IMPORTED_MODULE_0__/* .isText */ .KH, hint: _files_json_shape_js__WEBPACK_IMPORTED_MODULE_0__/* .isText */ .KH })),
    cancelled: _files_json_shape_js__WEBPACK_IMPORTED_MODULE_0__/* .isTruth */ .Us,
});


/***/ }),

/***/ 49554:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   Nu: () => (/* binding */ positionIn),
/* harmony export */   Sb: () => (/* binding */ readingBy),
/* harmony export */   fP: () => (/* binding */ isOfDefinition)
/* harmony export */ });
/* unused harmony export rowAt */
/* harmony import */ var _reports_definition_digests_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(23850);
/* harmony import */ var _reports_row_view_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(20573);


/** Undefined if the rows are by another definition of what a row is. */
function readingBy(definition, stored) {
    const digests = (0,_reports_definition_digests_js__WEBPACK_IMPORTED_MODULE_0__/* .definitionDigests */ .T)(definition);
    if (digests.row !== stored.digests.row)
        return undefined;
    const names = Object.keys(definition.columns);
    const positions = names.map((name) => positionIn(stored, name, digests));
    const lacking = names.filter((_, at) => positions[at] === -1);
    const isSame = positions.length === stored.columns.length && positions.every((position, at) => position === at);
    if (isSame)
        return { lacking, read: (one) => one };
    return { lacking, read: (one) => ({ ...one, rows: one.rows.map((row) => rowAt(row, positions)) }) };
}
/** Whether stored rows have all columns of a definition, by the same definition, and no other. */
function isOfDefinition(stored, definition) {
    const width = Object.keys(definition.columns).length;
    return width === stored.columns.length && readingBy(definition, stored)?.lacking.length === 0;
}
/** The position of the column of that name and definition among stored ones; -1 if there is none. */
function positionIn({ columns, digests }, name, wanted) {
    return digests.columns[name] === wanted.columns[name] ? columns.indexOf(name) : -1;
}
/** A row with the cells at some positions. A cell at -1 is unknown. */
function rowAt(row, positions) {
    const { notApplicable } = row;
    const unknown = positionsWhere(positions, (position) => position === -1 || !(0,_reports_row_view_js__WEBPACK_IMPORTED_MODULE_1__/* .cellAt */ .G0)(row, position).isKnown);
    return {
        ...row,
        cells: positions.map((position) => row.cells[position] ?? null),
        incomplete: unknown,
        notApplicable: positionsWhere(positions, (position) => notApplicable?.has(position) === true),
    };
}
function positionsWhere(positions, is) {
    const found = positions.flatMap((position, at) => (is(position) ? [at] : []));
    return found.length === 0 ? undefined : new Set(found);
}


/***/ }),

/***/ 41794:
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


/***/ })

};
