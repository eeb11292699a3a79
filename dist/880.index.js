export const id = 880;
export const ids = [880];
export const modules = {

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
/* harmony import */ var _text_display_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(24745);




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
    /** Whether a domain is internal, ignoring case, a trailing dot and the spelling of `ü` as `xn--`. */
    has(domain) {
        const found = this.#found.get(domain) ?? this.#find(domain);
        this.#found.set(domain, found);
        return found;
    }
    #find(domain) {
        const ascii = asciiDomain(domain);
        if (ascii === undefined)
            return false;
        if (this.#domains.has(ascii) || this.#withoutSubdomains.has(ascii))
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

/***/ 11259:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  i: () => (/* binding */ checkMailboxLists),
  E: () => (/* binding */ readMailboxLists)
});

// EXTERNAL MODULE: ./src/errors.ts
var errors = __webpack_require__(83916);
// EXTERNAL MODULE: ./src/text/numbers.ts
var numbers = __webpack_require__(92613);
// EXTERNAL MODULE: ./src/mailboxes/address.ts
var mailboxes_address = __webpack_require__(16592);
// EXTERNAL MODULE: external "node:fs/promises"
var promises_ = __webpack_require__(51455);
// EXTERNAL MODULE: ./src/text/display.ts
var display = __webpack_require__(24745);
// EXTERNAL MODULE: ./src/files/workspace.ts
var files_workspace = __webpack_require__(79622);
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
        const problem = new errors/* UserError */.yo('LIST_NOT_FOUND', 'The input "mailboxes" is empty.', {
            hint: 'Set it to the path of the mailbox list in the repository, such as mailboxes.txt.',
        });
        return { value: [], problems: [problem] };
    }
    const workspace = await (0,files_workspace/* workspaceAt */.xJ)(folder);
    const found = new Map();
    const problems = [];
    for (const pattern of patterns) {
        try {
            for (const file of await filesOf(pattern, workspace)) {
                if (!found.has(file.realPath))
                    found.set(file.realPath, file);
            }
        }
        catch (error) {
            problems.push((0,errors/* asProblem */.gr)(error));
        }
    }
    return { value: [...found.values()], problems };
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
    if ((await (0,promises_.readdir)(root)).length === 0) {
        return new errors/* UserError */.yo('LIST_NOT_FOUND', `There is no mailbox list ${file}: the workspace is empty.`, {
            hint: '"mailboxes" names files of the repository. In a workflow, run actions/checkout before this action.',
        });
    }
    const near = await (0,files_workspace/* nearFile */.X7)(file, root, LIST_EXTENSIONS);
    return new errors/* UserError */.yo('LIST_NOT_FOUND', `There is no mailbox list ${file} in the workspace.`, {
        hint: (near === undefined ? '' : `Did you mean ${near}? `) +
            'Set "mailboxes" to its path relative to the root of the repository. In a workflow, commit the file, and run ' +
            'actions/checkout before this action.',
    });
}
function directoryError(file) {
    return new errors/* UserError */.yo('LIST_IS_DIRECTORY', `${file || 'The workspace'} is a directory, not a mailbox list.`, {
        hint: `Set "mailboxes" to the file, or to all lists in the directory by a glob: ${file === '' ? '' : `${file}/`}*.txt`,
    });
}
function outsideError(pattern) {
    return new errors/* UserError */.yo('LIST_OUTSIDE_WORKSPACE', `The mailbox list ${pattern} is outside the workspace.`, {
        hint: '"mailboxes" takes paths relative to the root of the repository. Copy the list there.',
    });
}
function tooBroadError(pattern) {
    return new errors/* UserError */.yo('LIST_GLOB_TOO_BROAD', `The glob ${(0,display/* shownText */.f$)(pattern)} in "mailboxes" is too broad.`, {
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
    /** @param named as the input names them; none: the usual one, if a list has it */
    constructor(named) {
        this.#isNamed = named.length > 0;
        const byKey = new Map((this.#isNamed ? named : [USUAL_COLUMN]).map((name) => [columnKey(name), name]));
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
    /** Their positions among the columns of a list, or the keys of an entry, -1 for one that is not there; undefined if none is. */
    positionsIn(names) {
        const keys = names.map((name) => (this.includes(name) ? columnKey(name) : undefined));
        const positions = this.#columns.map((column) => {
            const exact = names.indexOf(column.name);
            const at = exact === -1 ? keys.indexOf(column.key) : exact;
            if (at !== -1)
                column.header ??= names[at]?.trim().replace(/\s+/g, ' ');
            return at;
        });
        return positions.every((at) => at === -1) ? undefined : positions;
    }
    /** The UserErrors `LIST_NO_COLUMN` of named columns that no list has. */
    problems(files) {
        const known = [...this.#seen].filter((name) => name !== '').map(display/* visibleLine */.P8);
        const [file] = files;
        const lists = files.length === 1 ? `${file} has` : 'The mailbox lists have';
        const actual = known.length === 0 ? 'Only .csv and .json lists have columns.' : `They are: ${(0,numbers/* someNames */.Xq)(known, display/* shownText */.f$)}.`;
        return this.#columns
            .filter(({ header }) => this.#isNamed && header === undefined)
            .map(({ name }) => {
            const message = `${lists} no column ${(0,display/* shownText */.f$)(name)}, which "mailbox-columns" names. ${actual}`;
            return new errors/* UserError */.yo('LIST_NO_COLUMN', message, {
                hint: `${(0,did_you_mean/* suggestion */.h)(name, known)}Correct "mailbox-columns", or add the column to a list.`,
                ...(file === undefined ? {} : { place: { file } }),
            });
        });
    }
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
    const wanted = (source.column === undefined ? ADDRESS_COLUMNS : [source.column]).map(columnKey);
    const key = wanted.find((one) => keys.includes(one));
    const exact = source.column === undefined ? -1 : names.indexOf(source.column);
    if (key === undefined || exact !== -1)
        return exact === -1 ? undefined : exact;
    const found = names.filter((_, at) => keys[at] === key);
    if (found.length === 1)
        return keys.indexOf(key);
    throw twoColumnsError(source, columns, found);
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
        const [first, ...others] = this.#columns;
        if (others.length === 0)
            return first;
        const nameOf = (column) => (typeof column === 'number' ? (columns.names[column] ?? '') : column);
        throw twoColumnsError(source, columns, [...this.#columns].map(nameOf));
    }
}
function twoColumnsError({ file }, { noun, line }, names) {
    const message = `${file} has ${names.length} ${noun}s that may contain the mailbox addresses: ${shownNames(names)}.`;
    const hint = 'Set "mailbox-column" to one of them, or remove the others.';
    return new errors/* UserError */.yo('LIST_NO_COLUMN', message, { hint, place: { file, line } });
}
/** The error for a list without a column (CSV) or key (JSON objects) of the address. */
function noColumnError({ file, column }, { noun, names, line }) {
    const problem = column === undefined
        ? `${file} has no ${noun} that is known to contain mailbox addresses`
        : `${file} has no ${noun} ${(0,display/* shownText */.f$)(column)} with the mailbox addresses`;
    const known = (0,numbers/* listed */.KE)(ADDRESS_COLUMNS, 'or');
    const alternative = column === undefined ? `name the ${noun} ${known}` : `remove "mailbox-column" if the ${noun} is named ${known}`;
    const withoutHeader = noun === 'column' && hasAddress(names);
    const actual = withoutHeader
        ? 'Its first row contains addresses instead of column names.'
        : `Its ${noun}s are ${shownNames(names)}.`;
    return new errors/* UserError */.yo('LIST_NO_COLUMN', `${problem}. ${actual}`, {
        hint: withoutHeader
            ? 'Add a header row, such as UserPrincipalName, or save the list as .txt with one address a line.'
            : `Set "mailbox-column" to one of them, or ${alternative}.`,
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
    const named = names.filter((name) => name.trim() !== '');
    return named.length === 0 ? 'all unnamed' : (0,numbers/* someNames */.Xq)(named, (name) => (0,display/* shownText */.f$)(name.trim()));
}

// EXTERNAL MODULE: external "node:buffer"
var external_node_buffer_ = __webpack_require__(4573);
// EXTERNAL MODULE: external "node:path"
var external_node_path_ = __webpack_require__(76760);
var external_node_path_default = /*#__PURE__*/__webpack_require__.n(external_node_path_);
// EXTERNAL MODULE: ./node_modules/csv-parse/lib/sync.js + 9 modules
var sync = __webpack_require__(25175);
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
    let lines;
    let header;
    eachRow(table, delimiter, source.file, (cells, line) => {
        if (header === undefined) {
            const columns = { noun: 'column', names: cells, line };
            const address = addressColumn(source, columns) ?? onlyAddressColumn(source, columns, { table, delimiter });
            if (address === undefined)
                throw noColumnError(source, columns);
            header = { address, values: source.columns.positionsIn(cells) };
        }
        else if (cells.some((cell) => cell.trim() !== '')) {
            const { address, values } = header;
            const at = lineOfCell(cells, address, line);
            const inLine = () => {
                lines ??= table.split('\n');
                return columnOf(address, lines[at - 1] ?? '', delimiter);
            };
            // A row can be shorter than the header.
            found(cells[address] ?? '', at, inLine, values?.map((position) => cells[position]?.trim() ?? null));
        }
    });
}
/** The only column with addresses, which takes a reading of its own. */
function onlyAddressColumn(source, columns, { table, delimiter }) {
    if (source.column !== undefined || hasAddress(columns.names))
        return undefined;
    const search = new AddressColumnSearch();
    eachRow(table, delimiter, source.file, (cells) => {
        for (const [at, cell] of cells.entries())
            search.add(at, cell);
    });
    return search.only(source, columns);
}
/** Passes on the rows that have cells, each with its last line. */
function eachRow(table, delimiter, file, onRow) {
    let lastLine = 0;
    try {
        (0,sync/* parse */.qg)(table, {
            delimiter,
            record_delimiter: '\n',
            relax_column_count: true,
            skip_empty_lines: true,
            trim: true,
            // With null, the parser does not collect the rows.
            on_record: (cells, { lines }) => {
                onRow(asCells(cells), lines);
                lastLine = lines;
                return null;
            },
        });
    }
    catch (error) {
        throw error instanceof sync/* CsvError */.J$ ? brokenCsv(error, file, lastLine) : error;
    }
}
/** The column of a cell's text in its line, from 1; undefined if the row starts on another line. */
function columnOf(cell, line, delimiter) {
    const cells = [...line.matchAll(new RegExp(`((?:"[^"]*"?|[^"${delimiter}])*)(?:${delimiter}|$)`, 'g'))];
    const found = cells[cell];
    const blanks = found?.[1]?.search(/\S/) ?? -1;
    if (found === undefined || blanks === -1)
        return undefined;
    return found.index + blanks + (found[1]?.[blanks] === '"' ? 2 : 1);
}
/** Windows PowerShell's Export-Csv writes a `#TYPE` line unless `-NoTypeInformation` is set. Its line end stays for the line numbers. */
function withoutTypeLine(text) {
    return text.replace(/^"?#TYPE[^\n]*/, '');
}
/** The most frequent separator of the header row outside quotes; the comma if there is none. */
function delimiterOf(table) {
    const [header = ''] = /^(?:"[^"]*"|[^"\n])*/.exec(table.trimStart()) ?? [];
    const unquoted = header.replaceAll(/"[^"]*"/g, '');
    const count = (delimiter) => unquoted.split(delimiter).length;
    return [',', ';', '\t'].reduce((best, next) => (count(next) > count(best) ? next : best));
}
/** The parser reports the last line of a row; quoted cells from the address on may contain line ends. */
function lineOfCell(cells, column, lastLine) {
    const [address = '', ...others] = cells.slice(column);
    return lastLine - ([address.trimStart(), ...others].join('').split('\n').length - 1);
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

// EXTERNAL MODULE: ./node_modules/jsonc-parser/lib/umd/main.js
var main = __webpack_require__(99547);
;// CONCATENATED MODULE: ./src/mailboxes/json.ts





/** Beside the list: `@odata.nextLink`, `odata.nextLink` of OData 3, `nextLink` of other services. */
const NEXT_LINK = /(?:^|@)(?:odata\.)?nextLink$/i;
const COUNT = /^@?(?:odata\.)?count$/i;
const MAX_DEPTH = 100;
const MAX_LINK_SHOWN = 200;
const SHAPES = 'an array of addresses or of objects, or an object with such an array in "value", as Graph returns it';
/**
 * Reads a JSON array of addresses, or of objects with an address under one of their keys, or an object with such arrays
 * under `value`. https://www.rfc-editor.org/rfc/rfc8259: no comments, no trailing commas. A visitor instead of a parser:
 * parsed values have no lines, and 300,000 objects take hundreds of megabytes. Throws a UserError `LIST_MALFORMED`,
 * `LIST_NO_COLUMN`, or `LIST_INCOMPLETE` for an object that has more than the list: the first of several pages, a count above
 * the number of its items, or another array.
 */
function readJson(text, source, found) {
    if (text.trim() === '')
        return;
    const { file } = source;
    const list = new ListWalk(source, found);
    (0,main.visit)(text, {
        onObjectBegin: (_offset, _length, line, character, path) => {
            list.open('{', path(), { line: line + 1, column: character + 1 });
        },
        onArrayBegin: (_offset, _length, line, character, path) => {
            list.open('[', path(), { line: line + 1, column: character + 1 });
        },
        onLiteralValue: (value, _offset, _length, line, character, path) => {
            // The text of a string starts behind its quote.
            const column = character + (typeof value === 'string' ? 2 : 1);
            list.value(value, path(), { line: line + 1, column });
        },
        onError: (code, _offset, _length, line, character) => {
            throw malformed(file, inWords((0,main.printParseErrorCode)(code)), { line: line + 1, column: character + 1 });
        },
    }, { disallowComments: true, allowTrailingComma: false, allowEmptyContent: false });
    const only = list.end();
    if (only !== undefined)
        readJson(text, { ...source, column: only }, found);
}
/** Passes on the values in the places of addresses. */
class ListWalk {
    #source;
    #found;
    #hasList = false;
    /** The last object of the list, until the next entry begins. */
    #entry;
    /** The address key for comparison, found in the first object that has one. */
    #key;
    /** The first object without an address key. */
    #keyless;
    /** Such objects before the first with an address key. */
    #undecided = [];
    #search = new AddressColumnSearch();
    #hasTexts = false;
    #entries = 0;
    /** The number of entries that the file says, and an array of texts or objects beside the list. */
    #said;
    #other;
    constructor(source, found) {
        this.#source = source;
        this.#found = found;
    }
    open(bracket, path, at) {
        if (path.length >= MAX_DEPTH)
            throw malformed(this.#source.file, 'nested too deeply', { line: at.line });
        const inList = pathInList(path);
        if (inList?.length === 0)
            this.#hasList ||= bracket === '[';
        else if (inList?.length === 1 && bracket === '{') {
            this.#endEntry();
            this.#entries += 1;
            this.#entry = { at, fields: new Map() };
        }
        else
            this.value(bracket === '{' ? {} : [], path, at);
    }
    /**
     * Takes a value of the list or of an object in it. Other values count only if they say that the list has more. An array or an
     * object is passed empty, since its members follow.
     */
    value(literal, path, at) {
        const text = textOf(literal);
        this.#besideList(literal, path, at);
        const inList = pathInList(path);
        const name = inList?.[1];
        if (inList?.length === 1) {
            this.#endEntry();
            this.#entries += 1;
            this.#hasTexts = true;
            this.#pass(text, at);
        }
        else if (inList?.length === 2 && typeof name === 'string') {
            const isRead = this.#key === undefined || columnKey(name) === this.#key || this.#source.columns.includes(name);
            if (isRead)
                this.#entry?.fields.set(name, { text, at, isNested: isNested(literal) });
        }
    }
    /** Returns the only key with addresses if no key is known to be one: the list is to be read again with it. */
    end() {
        this.#endEntry();
        const { file } = this.#source;
        if (!this.#hasList)
            throw malformed(file, 'there is no list', { line: 1 });
        if (this.#said !== undefined && this.#said.count > this.#entries) {
            const { name, count, at } = this.#said;
            throw incomplete(file, `${(0,display/* shownText */.f$)(name)} is ${count}, but the list has ${this.#entries}`, at);
        }
        if (this.#other !== undefined) {
            const { name, at } = this.#other;
            throw incomplete(file, `${(0,display/* shownText */.f$)(name)} is a second array, which is not read`, at);
        }
        if (this.#key !== undefined || this.#keyless === undefined)
            return undefined;
        const isFound = this.#source.column === undefined && !this.#hasTexts;
        const only = isFound ? this.#search.only(this.#source, this.#keyless) : undefined;
        if (only !== undefined)
            return only;
        throw noColumnError(this.#source, this.#keyless);
    }
    #besideList(literal, path, at) {
        const [name, position] = path;
        if (typeof name !== 'string')
            return;
        if (path.length === 1 && NEXT_LINK.test(name) && literal !== null && literal !== '') {
            throw incomplete(this.#source.file, `${(0,display/* shownText */.f$)(name)} says that the list continues${linkText(literal)}`, at);
        }
        if (path.length === 1 && COUNT.test(name) && Number(literal) > (this.#said?.count ?? 0)) {
            this.#said = { name, count: Number(literal), at };
        }
        const isOther = path.length === 2 && typeof position === 'number' && name !== 'value' && !name.startsWith('@');
        if (isOther && (typeof literal === 'string' || isNested(literal)))
            this.#other ??= { name, at };
    }
    #pass(text, { line, column }, values) {
        this.#found(text, line, () => column, values);
    }
    #endEntry() {
        if (this.#entry === undefined)
            return;
        const { fields, at } = this.#entry;
        this.#entry = undefined;
        const { file, column } = this.#source;
        const keyless = { noun: 'key', names: [...fields.keys()], line: at.line };
        const position = addressColumn({ file, column: this.#key ?? column }, keyless);
        const name = position === undefined ? undefined : keyless.names[position];
        if (name !== undefined && this.#key === undefined) {
            this.#key = columnKey(name);
            for (const place of this.#undecided)
                this.#pass('', place);
        }
        if (this.#key === undefined) {
            this.#keyless ??= keyless;
            this.#undecided.push(at);
            for (const [key, { text, isNested }] of fields)
                if (!isNested)
                    this.#search.add(key, text);
            return;
        }
        const field = name === undefined ? undefined : fields.get(name);
        this.#pass(field?.text ?? '', field?.at ?? at, this.#valuesOf(fields));
    }
    #valuesOf(fields) {
        const { columns, file } = this.#source;
        const found = [...fields];
        return columns.positionsIn([...fields.keys()])?.map((position) => {
            const [name, field] = found[position] ?? [];
            if (name === undefined || field === undefined)
                return null;
            if (!field.isNested)
                return field.text.trim();
            throw malformed(file, `${(0,display/* shownText */.f$)(name)} has an array or an object, which no column can show`, field.at);
        });
    }
}
/** The path from the list, which is the root or `value`; undefined for what is beside it. */
function pathInList(path) {
    const inList = path[0] === 'value' ? path.slice(1) : path;
    return inList.length === 0 || typeof inList[0] === 'number' ? inList : undefined;
}
function isNested(literal) {
    return typeof literal === 'object' && literal !== null;
}
/** A null is a missing address, such as the `mail` of a user without a mailbox. */
function textOf(literal) {
    if (literal === null)
        return '';
    if (isNested(literal))
        return Array.isArray(literal) ? '[…' : '{…';
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
function incomplete(file, reason, { line, column }) {
    return new errors/* UserError */.yo('LIST_INCOMPLETE', `${file}, line ${line}: ${reason}.`, {
        hint: 'Join all pages or arrays into the "value" array of one file, and remove what is beside it.',
        place: { file, line, column },
    });
}
/** The token grants nothing by itself, but it encodes data of the directory. */
function linkText(link) {
    if (typeof link !== 'string')
        return '';
    const shown = link.replace(/(skiptoken|deltatoken)=[^&]*/gi, '$1=...');
    return ` at ${(0,display/* visibleLine */.P8)((0,display/* shortened */.vI)(shown, MAX_LINK_SHOWN))}`;
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
    const known = LIST_EXTENSIONS.find((name) => name === extension);
    if (known !== undefined)
        return READERS[known];
    throw new errors/* UserError */.yo('LIST_FORMAT', `${file} is not a format of mailbox lists: .txt, .csv or .json.`, {
        hint: SPREADSHEET.test(file)
            ? 'In Excel: Save As, CSV UTF-8. Name that file in "mailboxes".'
            : 'Rename the file to match its content (.txt: an address a line), or limit "mailboxes" to mailbox lists.',
        place: { file },
    });
}
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
async function readListFile(listed, wanted, found) {
    const { file } = listed;
    const read = readerFor(file);
    read(decode(await bytesOf(listed), file), { file, ...wanted }, found);
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
function readTxt(text, _source, found) {
    for (const [at, line] of text.split(/\r\n|\n|\r/).entries()) {
        const comment = line.search(/(?:^|\s)#/);
        const address = comment === -1 ? line : line.slice(0, comment);
        if (address.trim() !== '')
            found(address, at + 1, () => address.search(/\S/) + 1);
    }
}
/**
 * The text without its byte order mark: UTF-8, or UTF-16 if a mark says so, as `Out-File` of Windows PowerShell 5 writes
 * it. Any other encoding is an error, since a guess could change names.
 */
function decode(bytes, file) {
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
var mailbox = __webpack_require__(6404);
;// CONCATENATED MODULE: ./src/mailboxes/list.ts








/** In place of a file, for an address that is an argument. */
const ARGUMENTS = 'arguments';
const MAX_LINES_SHOWN = 10;
/**
 * Reads the mailbox lists of a repository into one, in order and each address once. Throws the first UserError of
 * `checkMailboxLists`; that of a malformed address also names the lines of others in its file.
 */
async function readMailboxLists(options) {
    const { value, problems, moreProblems } = await checkMailboxLists(options);
    const [first, ...others] = problems;
    if (first === undefined)
        return value;
    throw first.code === 'ADDRESS_MALFORMED' ? withOthers(first, others, moreProblems > 0) : first;
}
/**
 * Reads the mailbox lists, and finds every mistake in them, with line and column. The problems are UserErrors:
 * `LIST_NOT_FOUND`, `LIST_OUTSIDE_WORKSPACE`, `LIST_IS_DIRECTORY`, `LIST_UNREADABLE`, `LIST_GLOB_TOO_BROAD`,
 * `LIST_TOO_LARGE`, `LIST_FORMAT`, `LIST_ENCODING`, `LIST_MALFORMED`, `LIST_INCOMPLETE`, `LIST_NO_COLUMN`,
 * `ADDRESS_MALFORMED` or `LIST_EMPTY`. Messages do not repeat addresses. Throws only errors that are not UserErrors.
 */
async function checkMailboxLists({ patterns, workspace, column, columns: named = [], addresses = [], }) {
    const columns = new ListColumns(named);
    const isOnlyNamed = patterns.length === 0 && addresses.length > 0;
    const { value: files, problems: unusable } = isOnlyNamed
        ? { value: [], problems: [] }
        : await findListFiles(patterns, workspace);
    const names = [...files.map(({ file }) => file), ...(addresses.length > 0 ? [ARGUMENTS] : [])];
    const problems = new FirstProblems(unusable);
    const warnings = new FirstProblems();
    const mailboxes = new mailbox/* MailboxCollector */.it();
    const inFile = (file) => {
        return (text, line, columnOf, values) => {
            const address = text.trim();
            const place = () => {
                const at = columnOf();
                return { file, line, ...(at === undefined ? {} : { column: at }) };
            };
            if (!(0,mailboxes_address/* isMailboxId */.GB)(address)) {
                problems.add(() => malformedAddress(address, place()));
                return;
            }
            const earlier = mailboxes.add({ address, file, line, ...(values && { columns: values }) });
            if (earlier !== undefined)
                warnings.add(() => repeatedAddress(earlier, place()));
        };
    };
    const tooLarge = listSizeProblem(files);
    if (tooLarge !== undefined)
        problems.insert(tooLarge);
    for (const listed of tooLarge === undefined ? files : []) {
        const before = problems.kept.length;
        try {
            await readListFile(listed, { column, columns }, inFile(listed.file));
        }
        catch (error) {
            // It may be the cause of malformed entries.
            problems.insert((0,errors/* asProblem */.gr)(error), before);
        }
    }
    for (const [at, address] of addresses.entries())
        inFile(ARGUMENTS)(address, at + 1, () => undefined);
    const value = mailboxes.list(names, columns.names);
    if (value.length === 0 && problems.kept.length === 0)
        problems.insert(emptyError(names));
    if (problems.kept.length === 0)
        for (const problem of columns.problems(names))
            problems.insert(problem);
    return {
        value,
        ...{ problems: problems.kept, moreProblems: problems.more },
        ...{ warnings: warnings.kept, moreWarnings: warnings.more },
    };
}
/** Keeps the first thousand problems, and counts the others. */
class FirstProblems {
    kept;
    more = 0;
    constructor(kept = []) {
        this.kept = [...kept];
    }
    add(make) {
        if (this.kept.length < 1_000)
            this.kept.push(make());
        else
            this.more += 1;
    }
    /** Keeps a problem whatever their number. */
    insert(problem, at = this.kept.length) {
        this.kept.splice(at, 0, problem);
    }
}
/** The error of a run, with the other malformed addresses of the file, so that one commit can correct them. */
function withOthers(first, others, hasMore) {
    const { file, line } = first.place ?? {};
    const lines = others.flatMap(({ code, place }) => code === first.code && place?.file === file ? [place?.line ?? 0] : []);
    const number = `${hasMore ? 'At least ' : ''}${(0,numbers/* count */.U9)(lines.length)}`;
    const shown = lines.slice(0, MAX_LINES_SHOWN).join(', ');
    const further = lines.length > MAX_LINES_SHOWN ? ' and further down' : '';
    const more = ` ${number} more on ${lines.length === 1 ? 'line' : 'lines'} ${shown}${further}.`;
    return (0,errors/* reworded */.Fg)(first, `${file}, line ${line}: ${first.message}${lines.length === 0 ? '' : more}`, first.hint);
}
function repeatedAddress({ file, line }, place) {
    return new errors/* UserError */.yo('ADDRESS_REPEATED', `The address is already in ${file}, line ${line}.`, {
        hint: 'Remove one of them. Addresses compare without case, and each mailbox is reported once.',
        place,
    });
}
function emptyError(files) {
    const [file] = files;
    return new errors/* UserError */.yo('LIST_EMPTY', `There is no mailbox address in ${files.join(', ')}.`, {
        hint: 'Add at least one address to a list that "mailboxes" names. In a .txt file, lines that start with # are comments.',
        ...(file === undefined ? {} : { place: { file } }),
    });
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
/* harmony import */ var _mailbox_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(6404);

/** GitHub allows 256 jobs in a matrix. https://docs.github.com/actions/reference/limits */
const MAX_SHARDS = 256;
/** The positions of a shard: contiguous, so that the order of the list survives. Sizes differ by one at most. */
function shardRange(length, { number, of }) {
    return { start: Math.floor(((number - 1) * length) / of), end: Math.floor((number * length) / of) };
}
/** The mailboxes of a shard as a list. Duplicates and files remain those of the whole list. */
function shareOf(list, shard) {
    const { start, end } = shardRange(list.length, shard);
    return (0,_mailbox_js__WEBPACK_IMPORTED_MODULE_0__/* .listOf */ .c3)(list.mailboxes.slice(start, end), list);
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
/* harmony import */ var _run_log_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(23503);
/* harmony import */ var _text_numbers_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(92613);
/* harmony import */ var _totals_mailbox_counts_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(99620);
/* harmony import */ var _totals_shown_findings_js__WEBPACK_IMPORTED_MODULE_5__ = __webpack_require__(78773);






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
    const take = annotationBudget(options);
    // One place is kept for mailboxes that could not be read.
    const kept = mailboxes.unreadable > 0 && !options.isExplained ? 1 : 0;
    if (policy !== undefined)
        annotateViolations(core, policy, (level) => take(level, kept), options);
    if (!options.isExplained)
        annotateUnreadable(core, mailboxes, () => take('warning', 0), options.detail);
}
/** Takes one of the annotations that GitHub still shows of the step, if one is left beside those that are kept. */
function annotationBudget({ fails, warned, named, }) {
    const left = {
        error: MAX_OF_A_LEVEL - (fails ? 1 : 0),
        warning: MAX_OF_A_LEVEL - warned,
        mailbox: MAX_MAILBOXES - named,
    };
    return (level, kept) => {
        if (left.mailbox <= kept || left[level] <= (level === 'warning' ? kept : 0))
            return false;
        left[level] -= 1;
        left.mailbox -= 1;
        return true;
    };
}
function annotateViolations(core, policy, take, { detail, failOn }) {
    const [violationCount, warningCount] = [policy.total('failed'), policy.total('warned')];
    const knownCount = policy.total('known');
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
    for (const example of policy.examples) {
        const { rule, verdict, message: text, address, file, line, more, isNew } = example;
        const level = failOn === 'warning' || (failOn === 'error' && verdict === 'fail') ? 'error' : 'warning';
        if (!take(level))
            continue;
        const others = more === 0 ? '' : `, and ${(0,_text_numbers_js__WEBPACK_IMPORTED_MODULE_3__/* .count */ .U9)(more)} more`;
        const message = (0,_run_log_js__WEBPACK_IMPORTED_MODULE_4__/* .logLines */ .OG)(`${address}: ${rule.title}. ${text}${others}${isNew ? ' (new)' : ''}`);
        core[level](message, { title: `Policy: ${rule.id}`, file, startLine: line });
        annotated += 1;
    }
    core.info(`The policy found ${total}; ${(0,_text_numbers_js__WEBPACK_IMPORTED_MODULE_3__/* .count */ .U9)(annotated)} of them are annotated in the list. See violations.csv.`);
}
/** Mailboxes that a cancelled run did not request are only counted. */
function annotateUnreadable(core, mailboxes, take, detail) {
    if (mailboxes.unreadable === 0)
        return;
    const total = (0,_text_numbers_js__WEBPACK_IMPORTED_MODULE_3__/* .counted */ .hS)(mailboxes.unreadable, 'mailbox', 'mailboxes');
    if (detail === 'counts') {
        core.warning(`${total} could not be read: ${mailboxes.causesText}.`, { title: 'Mailboxes that could not be read' });
        return;
    }
    let annotated = 0;
    const byCause = _totals_mailbox_counts_js__WEBPACK_IMPORTED_MODULE_2__/* .UNREADABLE_STATUSES */ .dG.filter((status) => status !== 'cancelled').map((status) => mailboxes.unreadableMailboxes(status).map((mailbox) => ({ status, mailbox })));
    for (const { status, mailbox } of (0,_totals_shown_findings_js__WEBPACK_IMPORTED_MODULE_5__/* .inTurns */ .gG)(byCause, MAX_MAILBOXES)) {
        // One is always annotated: a run must not hide that mailboxes could not be read.
        if (!take() && annotated > 0)
            break;
        const { address, error, file, line } = mailbox;
        core.warning((0,_run_log_js__WEBPACK_IMPORTED_MODULE_4__/* .logLines */ .OG)(`${address}: ${error === '' ? _totals_mailbox_counts_js__WEBPACK_IMPORTED_MODULE_2__/* .REMEDIES */ .l0[status] : error}`), {
            title: `Mailbox could not be read: ${status}`,
            file,
            startLine: line,
        });
        annotated += 1;
    }
    if (mailboxes.unreadable > annotated)
        core.info(`${total} could not be read: ${mailboxes.causesText}. See the CSV.`);
}
/**
 * An error as the annotations and the summary show it: unless `summary` is `full`, texts of services name no mailbox. An
 * error about a file of the user has a place, and shows what is wrong there.
 */
function shownReason(error, summary) {
    if (summary === 'full')
        return error;
    if (error.code === 'ADDRESS_MALFORMED')
        return (0,_errors_js__WEBPACK_IMPORTED_MODULE_0__/* .reworded */ .Fg)(error, error.message.replace(/".*"/s, 'This'), error.hint);
    if (error.place !== undefined)
        return error;
    return (0,_errors_js__WEBPACK_IMPORTED_MODULE_0__/* .reworded */ .Fg)(error, (0,_mailboxes_address_js__WEBPACK_IMPORTED_MODULE_1__/* .withoutAddresses */ .tg)(error.message), error.hint);
}
/**
 * Reports in exactly one error annotation why the step fails: a UserError with its code, hint and place, anything else as
 * a bug. Causes and stacks are in the debug log.
 */
function annotateError(core, error) {
    if (error instanceof _errors_js__WEBPACK_IMPORTED_MODULE_0__/* .UserError */ .yo) {
        core.error((0,_run_log_js__WEBPACK_IMPORTED_MODULE_4__/* .logLines */ .OG)(`${error.message}\n${(0,_errors_js__WEBPACK_IMPORTED_MODULE_0__/* .hintLines */ .LM)(error)}`), {
            title: error.code,
            ...(0,_run_log_js__WEBPACK_IMPORTED_MODULE_4__/* .placeProperties */ .ty)(error.place),
        });
        if (error.cause !== undefined)
            core.debug((0,_run_log_js__WEBPACK_IMPORTED_MODULE_4__/* .logLines */ .OG)(`Caused by: ${(0,_errors_js__WEBPACK_IMPORTED_MODULE_0__/* .describeError */ .Uc)(error.cause)}`));
        return;
    }
    core.error((0,_run_log_js__WEBPACK_IMPORTED_MODULE_4__/* .logLines */ .OG)((0,_errors_js__WEBPACK_IMPORTED_MODULE_0__/* .describeError */ .Uc)(error)), { title: 'Unexpected error, this is a bug in Mailbox Report' });
    if (error instanceof Error && error.stack !== undefined)
        core.debug((0,_run_log_js__WEBPACK_IMPORTED_MODULE_4__/* .logLines */ .OG)(error.stack));
}
/** Reports a problem that does not fail the step. */
function annotateWarning(core, error) {
    const { code, message, place } = error;
    core.warning((0,_run_log_js__WEBPACK_IMPORTED_MODULE_4__/* .logLines */ .OG)(`${message}\n${(0,_errors_js__WEBPACK_IMPORTED_MODULE_0__/* .hintLines */ .LM)(error)}`), { title: code, ...(0,_run_log_js__WEBPACK_IMPORTED_MODULE_4__/* .placeProperties */ .ty)(place) });
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
    core.warning((0,_run_log_js__WEBPACK_IMPORTED_MODULE_4__/* .logText */ .kc)(`${lines} ${list.duplicateCount === 1 ? 'repeats an address' : 'repeat addresses'}. Each mailbox is reported once.` +
        (detail === 'full' ? named : '')), { title: 'Repeated mailboxes', ...(0,_run_log_js__WEBPACK_IMPORTED_MODULE_4__/* .placeProperties */ .ty)({ file: mailbox.file, line: mailbox.line }) });
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
/* harmony import */ var _run_log_js__WEBPACK_IMPORTED_MODULE_8__ = __webpack_require__(23503);
/* harmony import */ var _text_numbers_js__WEBPACK_IMPORTED_MODULE_9__ = __webpack_require__(92613);
/* harmony import */ var _markdown_js__WEBPACK_IMPORTED_MODULE_5__ = __webpack_require__(10357);
/* harmony import */ var _sections_changes_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(41970);
/* harmony import */ var _sections_policy_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(62625);
/* harmony import */ var _sections_run_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(44974);
/* harmony import */ var _sections_retirements_js__WEBPACK_IMPORTED_MODULE_6__ = __webpack_require__(97843);
/* harmony import */ var _sections_settings_js__WEBPACK_IMPORTED_MODULE_7__ = __webpack_require__(74722);










/** GitHub drops a summary of more than 1 MiB per step; other programs of the step get the rest. */
const MAX_SUMMARY_BYTES = 900 * 1024;
/** Rows of a table, and at least so many. */
const MAX_ROWS = 1_000;
const MIN_ROWS = 10;
const MAX_MISSING = 100;
/**
 * The job summary in GitHub's Markdown, under 900 KiB of UTF-8 whatever the tenant has: tables are halved until it fits, and
 * sections that still do not fit are omitted.
 */
function summaryMarkdown(summary, detail) {
    const sections = sectionsOf(summary, detail);
    for (let max = MAX_ROWS; max >= MIN_ROWS; max = Math.floor(max / 2)) {
        const text = sections.map((section) => section(max)).join('');
        if (Buffer.byteLength(text) < MAX_SUMMARY_BYTES)
            return text;
    }
    return fitting(sections.map((section) => section(MIN_ROWS)));
}
/** Sections that are complete by themselves, as functions of the number of rows that their tables may have. */
function sectionsOf(summary, detail) {
    const { comparison, policy, reports, warnings, lines } = summary;
    const isFull = detail === 'full';
    const { unruled, missing } = (0,_sections_run_js__WEBPACK_IMPORTED_MODULE_4__/* .highlightsOf */ .Xz)(reports);
    const changes = comparison && (0,_sections_changes_js__WEBPACK_IMPORTED_MODULE_2__/* .changesSection */ .Hv)(comparison, detail);
    const text = (markdown) => () => markdown;
    const bare = (section) => (max) => section === undefined ? '' : (0,_markdown_js__WEBPACK_IMPORTED_MODULE_5__/* .blocksMarkdown */ .Es)(section.blocks, max);
    const open = (section) => (max) => section === undefined ? '' : (0,_markdown_js__WEBPACK_IMPORTED_MODULE_5__/* .openSection */ .k9)(section, max);
    const fold = (section) => (max) => section === undefined || section.blocks.length === 0 ? '' : (0,_markdown_js__WEBPACK_IMPORTED_MODULE_5__/* .foldedSection */ .qF)(section, max);
    return [
        text(heading(summary)),
        text(comparedLine(summary)),
        bare(isFull && comparison !== undefined ? (0,_sections_changes_js__WEBPACK_IMPORTED_MODULE_2__/* .newViolationsSection */ .oT)(comparison) : undefined),
        text(links(summary)),
        text(experimentalLine(summary)),
        bare(policy && (0,_sections_policy_js__WEBPACK_IMPORTED_MODULE_3__/* .rulesSection */ .bg)(policy, summary.page !== undefined)),
        bare(unruled.length === 0 ? undefined : (0,_sections_run_js__WEBPACK_IMPORTED_MODULE_4__/* .highlightsSection */ .z0)(unruled)),
        text(missingLine(missing)),
        open(isFull && policy !== undefined ? (0,_sections_policy_js__WEBPACK_IMPORTED_MODULE_3__/* .violatingSection */ .jX)(policy, lines) : undefined),
        open((0,_sections_run_js__WEBPACK_IMPORTED_MODULE_4__/* .unreadSection */ .f7)(summary)),
        text(urgentCertificate(summary)),
        open(summary.retirements && (0,_sections_retirements_js__WEBPACK_IMPORTED_MODULE_6__/* .retirementsSection */ ._)(summary.retirements, detail)),
        ...(isFull ? (0,_sections_run_js__WEBPACK_IMPORTED_MODULE_4__/* .unreadLists */ .Rx)(summary) : []).map(fold),
        fold(changes),
        fold(policy && (0,_sections_policy_js__WEBPACK_IMPORTED_MODULE_3__/* .exemptionsSection */ .qE)(policy, detail)),
        fold((0,_sections_run_js__WEBPACK_IMPORTED_MODULE_4__/* .warningsSection */ .xd)(warnings)),
        ...(0,_sections_settings_js__WEBPACK_IMPORTED_MODULE_7__/* .valueSections */ .GH)(reports).map(fold),
        text(runSection(summary)),
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
    const { code, message } = error;
    const what = `**${(0,_markdown_js__WEBPACK_IMPORTED_MODULE_5__/* .markdownCode */ .D9)(code)}:** ${(0,_markdown_js__WEBPACK_IMPORTED_MODULE_5__/* .markdownText */ .p7)(message)}`;
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
        core.warning((0,_run_log_js__WEBPACK_IMPORTED_MODULE_8__/* .logText */ .kc)(`The job summary could not be written: ${(0,_errors_js__WEBPACK_IMPORTED_MODULE_1__/* .describeError */ .Uc)(error)}`));
    }
}
/** The job summary of a shard in GitHub's Markdown. It names no mailbox: the merge action's does. */
function shardSummary({ shard: { number, of }, result: { result, reason }, mailboxes, }) {
    return [
        `## Mailbox Report: shard ${number} of ${of}${result === 'pass' ? '' : `, ${result}`}\n\n`,
        reason === undefined ? '' : `**${(0,_markdown_js__WEBPACK_IMPORTED_MODULE_5__/* .markdownText */ .p7)(reason.message)}**\n\n${adviceMarkdown(reason)}`,
        `${(0,_text_numbers_js__WEBPACK_IMPORTED_MODULE_9__/* .count */ .U9)(mailboxes.read)} of ${(0,_text_numbers_js__WEBPACK_IMPORTED_MODULE_9__/* .counted */ .hS)(mailboxes.total, 'mailbox', 'mailboxes')} read`,
        mailboxes.unreadable === 0 ? '' : `; unreadable: ${mailboxes.causesText}`,
        '. The merge action reports on all shards.\n',
    ].join('');
}
function heading(summary) {
    const { message } = summary;
    const sentence = (0,_markdown_js__WEBPACK_IMPORTED_MODULE_5__/* .markdownText */ .p7)((0,_sections_run_js__WEBPACK_IMPORTED_MODULE_4__/* .resultSentence */ .bt)(summary));
    return [
        `## Mailbox Report: ${(0,_sections_run_js__WEBPACK_IMPORTED_MODULE_4__/* .resultText */ .D6)(summary)}\n\n`,
        `${message === '' ? sentence : `**${sentence}**`}\n\n`,
        adviceMarkdown(summary),
    ].join('');
}
/** The hint, and the texts to copy. */
function adviceMarkdown({ hint, copy = [] }) {
    return (hint === '' ? '' : `${(0,_markdown_js__WEBPACK_IMPORTED_MODULE_5__/* .markdownLines */ .zQ)(hint)}\n\n`) + (0,_markdown_js__WEBPACK_IMPORTED_MODULE_5__/* .markdownCopies */ .bz)(copy);
}
function comparedLine(summary) {
    const sentence = (0,_sections_changes_js__WEBPACK_IMPORTED_MODULE_2__/* .comparedSentence */ .Zg)(summary);
    return sentence === undefined ? '' : `${(0,_markdown_js__WEBPACK_IMPORTED_MODULE_5__/* .contentMarkdown */ .dJ)(sentence)}\n\n`;
}
function links({ page, artifact, place }) {
    const all = artifact === undefined
        ? `Files: ${(0,_markdown_js__WEBPACK_IMPORTED_MODULE_5__/* .markdownCode */ .D9)(place)}`
        : `All files: ${(0,_markdown_js__WEBPACK_IMPORTED_MODULE_5__/* .markdownLink */ .iQ)(artifact.name, artifact.url)}`;
    return page === undefined ? `${all}\n\n` : `**${(0,_markdown_js__WEBPACK_IMPORTED_MODULE_5__/* .markdownLink */ .iQ)('Open the report page', page.url)}**. ${all}\n\n`;
}
function experimentalLine({ reports }) {
    const text = (0,_sections_run_js__WEBPACK_IMPORTED_MODULE_4__/* .experimentalText */ .Sk)(reports);
    return text === undefined ? '' : `**Experimental:** ${(0,_markdown_js__WEBPACK_IMPORTED_MODULE_5__/* .markdownText */ .p7)(text)}\n\n`;
}
/** The highlights that no mailbox has. */
function missingLine(titles) {
    const shown = titles.slice(0, MAX_MISSING).map((title) => (0,_markdown_js__WEBPACK_IMPORTED_MODULE_5__/* .markdownText */ .p7)(title, 200));
    return shown.length === 0 ? '' : `Not found: ${shown.join('; ')}.\n\n`;
}
function certificateSentence(certificate) {
    return `Certificate ${(0,_markdown_js__WEBPACK_IMPORTED_MODULE_5__/* .markdownCode */ .D9)(certificate.thumbprint)}: ${(0,_sections_run_js__WEBPACK_IMPORTED_MODULE_4__/* .certificateText */ .V5)(certificate)}.`;
}
/** A warning says what to do. */
function urgentCertificate({ certificate }) {
    return certificate !== undefined && (0,_sections_run_js__WEBPACK_IMPORTED_MODULE_4__/* .isExpiring */ .v$)(certificate) ? `**${certificateSentence(certificate)}**\n\n` : '';
}
/** Counts, duration, throttling, certificate and what was read, in a fold. */
function runSection(summary) {
    const { durationMs, throttling, mailboxes, certificate, reports } = summary;
    const { waits, waitedMs, refused } = throttling;
    const isMeasured = durationMs > 0 && mailboxes.total > 0;
    const rate = isMeasured ? `, ${(0,_text_numbers_js__WEBPACK_IMPORTED_MODULE_9__/* .count */ .U9)((mailboxes.total * 1000) / durationMs)} mailboxes a second` : '';
    const throttled = waits === 0 && refused === 0
        ? 'No throttling.'
        : `Throttling: ${(0,_text_numbers_js__WEBPACK_IMPORTED_MODULE_9__/* .counted */ .hS)(waits, 'wait', 'waits')}, ${(0,_text_numbers_js__WEBPACK_IMPORTED_MODULE_9__/* .duration */ .p0)(waitedMs)} in all; ${(0,_text_numbers_js__WEBPACK_IMPORTED_MODULE_9__/* .counted */ .hS)(refused, 'request', 'requests')} refused.`;
    const tables = [(0,_sections_run_js__WEBPACK_IMPORTED_MODULE_4__/* .runCounts */ .EU)(summary), (0,_sections_run_js__WEBPACK_IMPORTED_MODULE_4__/* .reportsTable */ .ey)(reports)].filter((table) => table !== undefined);
    return (0,_markdown_js__WEBPACK_IMPORTED_MODULE_5__/* .folded */ .TM)(`Run: ${(0,_text_numbers_js__WEBPACK_IMPORTED_MODULE_9__/* .counted */ .hS)(mailboxes.total, 'mailbox', 'mailboxes')} in ${(0,_text_numbers_js__WEBPACK_IMPORTED_MODULE_9__/* .duration */ .p0)(durationMs)}${rate}`, [
        ...tables.map((table) => (0,_markdown_js__WEBPACK_IMPORTED_MODULE_5__/* .tableMarkdown */ .oS)(table, MAX_ROWS)),
        `${throttled}${certificate === undefined ? '' : ` ${certificateSentence(certificate)}`}\n\n`,
        ...(0,_sections_run_js__WEBPACK_IMPORTED_MODULE_4__/* .runFacts */ .pI)(summary).map(([name, value]) => `- ${name}: ${(0,_markdown_js__WEBPACK_IMPORTED_MODULE_5__/* .contentMarkdown */ .dJ)(value)}\n`),
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
/* harmony import */ var _sections_section_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(17416);



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
    if (typeof cell === 'object' && ('segments' in cell || 'trend' in cell))
        return '';
    if (typeof cell === 'object' && 'lines' in cell)
        return cell.lines.map(contentMarkdown).join('<br>');
    return contentMarkdown(cell);
}
function contentMarkdown(content) {
    return (0,_sections_section_js__WEBPACK_IMPORTED_MODULE_2__/* .piecesOf */ .Xe)(content).map(pieceMarkdown).join('');
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
        ...{ rule: writtenText(rule), address: writtenText(address) },
        ...{ item: writtenText(item), column: writtenText(column), found: writtenText(found), row: writtenText(row) },
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

/***/ 58164:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   KV: () => (/* binding */ choosePolicy),
/* harmony export */   W9: () => (/* binding */ warningsOfRun),
/* harmony export */   hM: () => (/* binding */ checkPolicy),
/* harmony export */   hf: () => (/* binding */ chooseBaseline)
/* harmony export */ });
/* harmony import */ var _errors_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(83916);
/* harmony import */ var _reports_built_in_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(33278);
/* harmony import */ var _reports_definition_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(54530);



/**
 * Reads the policy that the input `policy` names, and adds the built-in reports that only its rules name. Rejects with the
 * UserError `POLICY_FILE` for a file that cannot be read or has mistakes.
 *
 * @param named the reports of the input `report`
 * @param listColumns columns of the mailbox list, which every report carries
 */
async function choosePolicy(file, workspace, named, listColumns) {
    const reports = named.map((report) => (0,_reports_definition_js__WEBPACK_IMPORTED_MODULE_2__/* .withListColumns */ .yk)(report, listColumns));
    if (file === undefined)
        return { policy: undefined, reports, added: [] };
    const { checkPolicyFile } = await Promise.all(/* import() */[__webpack_require__.e(22), __webpack_require__.e(815), __webpack_require__.e(489), __webpack_require__.e(699), __webpack_require__.e(897), __webpack_require__.e(384), __webpack_require__.e(332)]).then(__webpack_require__.bind(__webpack_require__, 89332));
    const known = new Map([...builtIn(listColumns), ...reports].map((report) => [report.name, report]));
    const policy = (0,_errors_js__WEBPACK_IMPORTED_MODULE_0__/* .requireValue */ .vd)(await checkPolicyFile(file, workspace, [...known.values()]));
    const wanted = new Set(policy.rules.map(({ report }) => report));
    const added = [...known.values()].filter(({ name }) => wanted.has(name) && reports.every((one) => one.name !== name));
    return { policy, reports: [...reports, ...added], added: added.map(({ name }) => name) };
}
function builtIn(listColumns) {
    return [..._reports_built_in_js__WEBPACK_IMPORTED_MODULE_1__/* .builtInReports */ .v.values()].map((report) => (0,_reports_definition_js__WEBPACK_IMPORTED_MODULE_2__/* .withListColumns */ .yk)(report, listColumns));
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
    const { checkPolicyFile } = await Promise.all(/* import() */[__webpack_require__.e(22), __webpack_require__.e(815), __webpack_require__.e(489), __webpack_require__.e(699), __webpack_require__.e(897), __webpack_require__.e(384), __webpack_require__.e(332)]).then(__webpack_require__.bind(__webpack_require__, 89332));
    const { workspace, listColumns, complete } = check;
    const own = check.reports.map((report) => (0,_reports_definition_js__WEBPACK_IMPORTED_MODULE_2__/* .withListColumns */ .yk)(report, listColumns));
    const reports = [...builtIn(listColumns), ...own];
    const checked = await checkPolicyFile(file, workspace, reports, complete);
    if (checked.value === undefined)
        return checked;
    const { policyWarnings } = await Promise.all(/* import() */[__webpack_require__.e(22), __webpack_require__.e(815), __webpack_require__.e(384), __webpack_require__.e(565)]).then(__webpack_require__.bind(__webpack_require__, 13757));
    return { ...checked, warnings: policyWarnings(checked.value, { ...check, reports }) };
}
/** The probable mistakes that a run does not find by itself: they hide violations. */
const OF_RUN = new Set(['RULE_CHECKS_NOTHING', 'BLANK_CELLS', 'EXEMPTION_BROAD', 'EXEMPTION_FAR']);
/** What a run warns of in its policy before it reads a mailbox, as `checkPolicy` does. */
async function warningsOfRun(policy, reports, started) {
    if (policy === undefined)
        return [];
    const { policyWarnings } = await Promise.all(/* import() */[__webpack_require__.e(22), __webpack_require__.e(815), __webpack_require__.e(384), __webpack_require__.e(565)]).then(__webpack_require__.bind(__webpack_require__, 13757));
    return policyWarnings(policy, { reports, addresses: undefined, now: started }).filter(({ code }) => OF_RUN.has(code));
}


/***/ }),

/***/ 4274:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   Hl: () => (/* binding */ lackingSource),
/* harmony export */   NK: () => (/* binding */ isReportFile),
/* harmony export */   UA: () => (/* binding */ checkReports),
/* harmony export */   jK: () => (/* binding */ chooseReports)
/* harmony export */ });
/* harmony import */ var _errors_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(83916);
/* harmony import */ var _text_did_you_mean_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(63180);
/* harmony import */ var _built_in_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(33278);
/* harmony import */ var _definition_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(54530);




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
    const { checkReportFile } = await Promise.all(/* import() */[__webpack_require__.e(22), __webpack_require__.e(815), __webpack_require__.e(489), __webpack_require__.e(699), __webpack_require__.e(897), __webpack_require__.e(384), __webpack_require__.e(589)]).then(__webpack_require__.bind(__webpack_require__, 3589));
    return checkReportFile(entry, workspace);
}
/** Whether an entry of the input is the path of a report file, rather than a name. */
function isReportFile(entry) {
    return FILE.test(entry);
}
/** The built-in report with a name, in any case. Throws the UserError `INPUT_INVALID`. */
function namedReport(entry) {
    const report = _built_in_js__WEBPACK_IMPORTED_MODULE_1__/* .builtInReports */ .v.get(entry.toLowerCase());
    if (report !== undefined)
        return report;
    const names = [..._built_in_js__WEBPACK_IMPORTED_MODULE_1__/* .builtInReports */ .v.keys()];
    const shown = entry.length > MAX_SHOWN ? `${entry.slice(0, MAX_SHOWN)}…` : entry;
    throw new _errors_js__WEBPACK_IMPORTED_MODULE_0__/* .UserError */ .yo('INPUT_INVALID', `The input "report" cannot be ${JSON.stringify(shown)}.`, {
        hint: (0,_text_did_you_mean_js__WEBPACK_IMPORTED_MODULE_3__/* .suggestion */ .h)(entry, names) +
            `Use ${names.map((name) => `"${name}"`).join(', ')}, or the path of a report file, such as reports/${/^[a-z0-9-]{1,40}$/.test(entry) ? entry : 'categories'}.yml.`,
    });
}
/** The error of a report that is made of others none of which is in the run; undefined if there is none. */
function lackingSource(reports) {
    const names = reports.map(({ name }) => name);
    const lacking = reports.filter(_definition_js__WEBPACK_IMPORTED_MODULE_2__/* .isDerivedReport */ ._S).find(({ from }) => !from.some((name) => names.includes(name)));
    if (lacking === undefined)
        return undefined;
    const sources = lacking.from.map((name) => `"${name}"`).join(', ');
    return new _errors_js__WEBPACK_IMPORTED_MODULE_0__/* .UserError */ .yo('INPUT_INVALID', `The report ${lacking.name} is made of other reports, and the run has none of them.`, { hint: `Add at least one of its sources to the input "report": ${sources}.` });
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

/***/ 77528:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   L: () => (/* binding */ inputVariable),
/* harmony export */   m: () => (/* binding */ INPUTS)
/* harmony export */ });
/* harmony import */ var _auth_clouds_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(56910);
/* harmony import */ var _inputs_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(94280);


const SECRET = 'A secret does not belong in a file that is committed.';
const file = (description, example) => text('file', description, { example });
const files = (description, more = {}) => ({
    ...{ default: '', kind: 'list', value: 'file...', description },
    ...more,
});
const text = (value, description, more = {}) => ({
    ...{ default: '', kind: 'text', value, description },
    ...more,
});
const choice = (choices, description) => ({
    ...{ default: choices[0], kind: 'text', choices, value: choices.join('|'), description },
});
/** By name, in the order of action.yml. */
const TABLE = {
    'tenant-id': text('id', 'Directory (tenant) ID or a verified domain', { example: 'contoso.onmicrosoft.com' }),
    'client-id': text('id', 'Application (client) ID', { example: '00000000-0000-0000-0000-000000000000' }),
    credential: choice(_inputs_js__WEBPACK_IMPORTED_MODULE_1__/* .CREDENTIALS */ .tG, 'how the application signs in'),
    pfx: text('file', 'the PFX', { refused: SECRET, option: false }),
    'pfx-password': text('password', 'the password of the PFX', { refused: SECRET, option: false }),
    cloud: choice(_auth_clouds_js__WEBPACK_IMPORTED_MODULE_0__/* .CLOUDS */ .JJ, 'the cloud of the tenant'),
    'authority-host': text('url', "sign-in URL instead of the cloud's"),
    'graph-url': text('url', "URL of Microsoft Graph instead of the cloud's"),
    'exchange-url': text('url', "URL of Exchange Online instead of the cloud's"),
    mailboxes: files('mailbox lists, as paths or globs', { example: 'mailboxes.txt' }),
    'mailbox-column': text('name', 'column or key of the address', { example: 'UserPrincipalName' }),
    'mailbox-columns': text('names', 'columns of the list that every report carries', {
        kind: 'list',
        example: 'Department',
    }),
    config: text('file', 'file whose keys are inputs', { refused: 'A file cannot name another one.' }),
    report: files('reports, by name or file', { default: 'mailbox-settings', value: 'name...', example: 'inbox-rules' }),
    policy: file('policy file', 'policy.yml'),
    baseline: file('baseline.csv with known violations; needs a policy', 'baseline.csv'),
    'fail-on': choice(_inputs_js__WEBPACK_IMPORTED_MODULE_1__/* .FAIL_ON */ .d$, 'the violations that fail the run'),
    unlisted: choice(_inputs_js__WEBPACK_IMPORTED_MODULE_1__/* .UNLISTED_MODES */ .w7, 'mailboxes that the tenant has and the list lacks'),
    'internal-domains': text('domains', 'internal domains, separated by commas', {
        kind: 'list',
        example: 'contoso.com',
    }),
    'max-unreadable': text('number', 'mailboxes that may be unreadable: a number, or a percentage such as 2%', {
        ...{ default: '0', kind: 'number', example: '2%' },
    }),
    compare: text('report', 'the earlier report: auto, required, off, or a folder or zip', { default: 'auto' }),
    'github-token': text('token', 'the token of the job', {
        ...{ default: '${{ github.token }}', refused: SECRET, option: false },
    }),
    shard: text('n/m', 'read only this share of the list, for example 2/8, for merge', { example: '2/8' }),
    'artifact-name': text('name', 'name of the workflow artifact', { default: 'mailbox-report', option: false }),
    'retention-days': text('number', 'days to keep the artifact', { kind: 'number', option: false }),
    'output-directory': text('folder', 'folder for the files', { example: 'mailbox-report' }),
    formats: text('formats', 'files in addition to CSV: html, json, sarif, junit, separated by commas', {
        ...{ default: 'html', kind: 'list', example: 'html,sarif' },
    }),
    'csv-bom': text('true|false', 'whether CSV files start with a byte order mark', { default: 'true', kind: 'flag' }),
    'csv-delimiter': choice(_inputs_js__WEBPACK_IMPORTED_MODULE_1__/* .CSV_DELIMITERS */ .G7, 'delimiter of the CSV files'),
    retirements: file('list of retirements instead of the one that is shipped', 'retirements.yml'),
    summary: choice(_inputs_js__WEBPACK_IMPORTED_MODULE_1__/* .SUMMARIES */ .Zj, 'the summary: counts names no mailbox'),
    concurrency: text('number', 'batches of 20 requests in flight, or auto', { default: 'auto', kind: 'number' }),
};
const INPUTS = new Map(Object.entries(TABLE));
/** The variable in which the runner passes an input. */
function inputVariable(name) {
    return `INPUT_${name.toUpperCase()}`;
}


/***/ }),

/***/ 94280:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   G7: () => (/* binding */ CSV_DELIMITERS),
/* harmony export */   N0: () => (/* binding */ DEFAULT_ARTIFACT_NAME),
/* harmony export */   Zj: () => (/* binding */ SUMMARIES),
/* harmony export */   aT: () => (/* binding */ MAX_RETENTION_DAYS),
/* harmony export */   d$: () => (/* binding */ FAIL_ON),
/* harmony export */   fx: () => (/* binding */ MAX_CONCURRENCY),
/* harmony export */   hR: () => (/* binding */ FORMATS),
/* harmony export */   n6: () => (/* binding */ compareText),
/* harmony export */   tG: () => (/* binding */ CREDENTIALS),
/* harmony export */   w7: () => (/* binding */ UNLISTED_MODES)
/* harmony export */ });
const MAX_CONCURRENCY = 256;
const MAX_RETENTION_DAYS = 400;
const DEFAULT_ARTIFACT_NAME = 'mailbox-report';
/** The file formats that the input `formats` can name. */
const FORMATS = ['csv', 'html', 'json', 'sarif', 'junit'];
/** The input `compare`, as it is written. */
function compareText(compare) {
    return compare.kind === 'path' ? compare.path : compare.kind;
}
/** Which violations of a policy fail the step: of rules of severity error, also of severity warning, or none. */
const FAIL_ON = ['error', 'warning', 'never'];
/** What to do about mailboxes that the tenant has and the list lacks. */
const UNLISTED_MODES = ['ignore', 'warn', 'fail', 'include'];
/** The details of the job summary. */
const SUMMARIES = ['full', 'counts', 'none'];
/** The delimiters of CSV files. */
const CSV_DELIMITERS = [',', ';'];
/** The values of the input `credential`. */
const CREDENTIALS = ['certificate', 'federated', 'managed-identity'];


/***/ }),

/***/ 66339:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   Gq: () => (/* binding */ invalid),
/* harmony export */   Mn: () => (/* binding */ lines),
/* harmony export */   Qq: () => (/* binding */ text),
/* harmony export */   Yq: () => (/* binding */ choice),
/* harmony export */   _Z: () => (/* binding */ baseline),
/* harmony export */   _y: () => (/* binding */ secretInputs),
/* harmony export */   gM: () => (/* binding */ readReportInputs),
/* harmony export */   jO: () => (/* binding */ entries),
/* harmony export */   mw: () => (/* binding */ required),
/* harmony export */   rD: () => (/* binding */ wholeNumber),
/* harmony export */   rl: () => (/* binding */ outputInputs)
/* harmony export */ });
/* unused harmony export shardInput */
/* harmony import */ var _auth_clouds_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(56910);
/* harmony import */ var _errors_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(83916);
/* harmony import */ var _http_secure_url_js__WEBPACK_IMPORTED_MODULE_9__ = __webpack_require__(28347);
/* harmony import */ var _json_js__WEBPACK_IMPORTED_MODULE_7__ = __webpack_require__(8301);
/* harmony import */ var _mailboxes_internal_domains_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(18207);
/* harmony import */ var _mailboxes_shard_js__WEBPACK_IMPORTED_MODULE_8__ = __webpack_require__(74492);
/* harmony import */ var _reports_built_in_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(33278);
/* harmony import */ var _reports_choose_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(4274);
/* harmony import */ var _inputs_js__WEBPACK_IMPORTED_MODULE_6__ = __webpack_require__(94280);
/* harmony import */ var _input_table_js__WEBPACK_IMPORTED_MODULE_5__ = __webpack_require__(77528);










// The inputs of a step as the runner passes them (`INPUT_TENANT-ID` and so on). `core.getInput` gives other messages, and has
// neither choices nor numbers.
const DOMAIN = /^(?=.{4,253}$)(?:[a-z0-9](?:[a-z0-9-]*[a-z0-9])?\.)+[a-z][a-z0-9-]*[a-z0-9]$/i;
const MAX_ARTIFACT_NAME_BYTES = 200;
/**
 * Reads the inputs of the report action as the runner passes them (`INPUT_TENANT-ID` and so on). Throws a UserError
 * `INPUT_MISSING`, `INPUT_INVALID` or `EMPTY` for the first invalid one.
 */
function readReportInputs(env, listRequired = true) {
    const cloud = cloudOf(env);
    const endpoints = _auth_clouds_js__WEBPACK_IMPORTED_MODULE_0__/* .clouds */ .Pk[cloud];
    const signIn = credential(env, endpoints);
    const isOptional = signIn.kind === 'managed-identity' || signIn.kind === 'access-token';
    const tenantId = isOptional ? optionalId(env, 'tenant-id') : identifier(env, 'tenant-id', /* domain allowed */ true);
    const clientId = isOptional ? optionalId(env, 'client-id') : identifier(env, 'client-id', false);
    const exchangeUrl = url(env, 'exchange-url', _auth_clouds_js__WEBPACK_IMPORTED_MODULE_0__/* .clouds */ .Pk.global.exchangeUrl);
    const unlisted = choice(env, 'unlisted', _inputs_js__WEBPACK_IMPORTED_MODULE_6__/* .UNLISTED_MODES */ .w7);
    if (unlisted !== 'ignore' && text(env, 'shard') !== undefined) {
        throw invalid('unlisted', unlisted, 'A shard reads a share of the list: use "ignore" with "shard".');
    }
    const reports = lines(env, 'report').flatMap(reportEntries);
    const domains = entries(env, 'internal-domains');
    if (listRequired && unlisted !== 'include')
        required(env, 'mailboxes');
    return {
        tenantId,
        clientId,
        credential: signIn,
        cloud,
        authorityHost: url(env, 'authority-host', _auth_clouds_js__WEBPACK_IMPORTED_MODULE_0__/* .clouds */ .Pk.global.authorityHost) ?? endpoints.authorityHost,
        graphUrl: url(env, 'graph-url', _auth_clouds_js__WEBPACK_IMPORTED_MODULE_0__/* .clouds */ .Pk.global.graphUrl) ?? endpoints.graphUrl,
        exchangeUrl: exchangeUrl ?? endpoints.exchangeUrl,
        exchangeAudience: exchangeUrl ?? endpoints.exchangeAudience,
        mailboxes: lines(env, 'mailboxes'),
        mailboxColumn: text(env, 'mailbox-column'),
        mailboxColumns: entries(env, 'mailbox-columns'),
        report: reports.length > 0 ? reports : ['mailbox-settings'],
        unlisted,
        internalDomains: domains.length > 0 ? (0,_mailboxes_internal_domains_js__WEBPACK_IMPORTED_MODULE_2__/* .internalDomains */ .lQ)(domains) : undefined,
        ...outputInputs(env),
        shard: shardInput(env),
        concurrency: concurrency(env),
    };
}
/** The names by which Microsoft calls the clouds. */
const CLOUD_NAMES = [
    [/dod/, 'DoD', 'usgov-dod'],
    [/high|^(?:azure)?(?:us)?(?:gov|government|usgovernment)$/, 'GCC High', 'usgov'],
    [/gcc|public|commercial|worldwide|^azure(?:cloud)?$/, 'GCC, as the worldwide cloud,', 'global'],
    [/21vianet|chinacloud|^cn$/, '21Vianet', 'china'],
];
function cloudOf(env) {
    const value = text(env, 'cloud')
        ?.toLowerCase()
        .replace(/[\s_-]/g, '') ?? '';
    const isKnown = _auth_clouds_js__WEBPACK_IMPORTED_MODULE_0__/* .CLOUDS */ .JJ.some((name) => name === text(env, 'cloud')?.toLowerCase());
    const [, name, cloud] = CLOUD_NAMES.find(([pattern]) => pattern.test(value)) ?? [];
    if (isKnown || cloud === undefined)
        return choice(env, 'cloud', _auth_clouds_js__WEBPACK_IMPORTED_MODULE_0__/* .CLOUDS */ .JJ);
    throw invalid('cloud', text(env, 'cloud') ?? '', `${name} is "${cloud}".`);
}
/** Reads the inputs that decide what becomes of the rows. Throws a UserError `INPUT_INVALID` or `INPUT_MISSING`. */
function outputInputs(env) {
    return {
        policy: text(env, 'policy'),
        baseline: baseline(env),
        failOn: choice(env, 'fail-on', _inputs_js__WEBPACK_IMPORTED_MODULE_6__/* .FAIL_ON */ .d$),
        retirements: text(env, 'retirements'),
        maxUnreadable: maxUnreadable(env),
        compare: compare(env),
        githubToken: text(env, 'github-token'),
        artifactName: artifactName(env),
        retentionDays: retentionDays(env),
        outputDirectory: text(env, 'output-directory'),
        formats: formats(env),
        csvBom: flag(env, 'csv-bom', true),
        csvDelimiter: choice(env, 'csv-delimiter', _inputs_js__WEBPACK_IMPORTED_MODULE_6__/* .CSV_DELIMITERS */ .G7),
        summary: choice(env, 'summary', _inputs_js__WEBPACK_IMPORTED_MODULE_6__/* .SUMMARIES */ .Zj),
    };
}
/** The input `baseline`. Throws a UserError `INPUT_MISSING` without a policy. */
function baseline(env) {
    const file = text(env, 'baseline');
    if (file === undefined || text(env, 'policy') !== undefined)
        return file;
    throw new _errors_js__WEBPACK_IMPORTED_MODULE_1__/* .UserError */ .yo('INPUT_MISSING', 'The input "baseline" is set, but "policy" is empty.', {
        hint: 'Set "policy" to the policy file whose violations the baseline has, or remove "baseline".',
    });
}
function credential(env, { audience }) {
    const variable = text(env, 'access-token-env');
    if (variable !== undefined)
        return { kind: 'access-token', variable, token: env[variable]?.trim() ?? '' };
    const kind = choice(env, 'credential', _inputs_js__WEBPACK_IMPORTED_MODULE_6__/* .CREDENTIALS */ .tG);
    if (kind === 'managed-identity')
        return { kind };
    if (kind === 'federated') {
        const [assertionEnv, serviceConnection] = [text(env, 'assertion-env'), text(env, 'service-connection')];
        return { kind, audience, assertionEnv, serviceConnection };
    }
    return { kind, pfx: required(env, 'pfx'), pfxPassword: raw(env, 'pfx-password') ?? '' };
}
function identifier(env, name, domainAllowed) {
    const value = required(env, name);
    if ((0,_json_js__WEBPACK_IMPORTED_MODULE_7__/* .isGuid */ .W_)(value) || (domainAllowed && DOMAIN.test(value)))
        return value;
    const wanted = domainAllowed
        ? 'the Directory (tenant) ID or a verified domain such as contoso.onmicrosoft.com'
        : 'the Application (client) ID';
    throw new _errors_js__WEBPACK_IMPORTED_MODULE_1__/* .UserError */ .yo('INPUT_INVALID', `The input "${name}" is not ${domainAllowed ? 'an ID or a domain' : 'an ID'}.`, {
        hint: `Use ${wanted}, as the overview page of your application in the Entra portal shows it.`,
    });
}
/** An ID that is compared with that of a token, or '' if any will do. */
function optionalId(env, name) {
    const value = text(env, name) ?? '';
    if (value === '' || (0,_json_js__WEBPACK_IMPORTED_MODULE_7__/* .isGuid */ .W_)(value))
        return value;
    throw invalid(name, value, 'With this credential, use the ID, not a domain, or leave it empty.');
}
/** The report page by default. */
function formats(env) {
    const names = entries(env, 'formats');
    return names.length === 0 ? ['html'] : names.map((name) => oneOf('formats', name, _inputs_js__WEBPACK_IMPORTED_MODULE_6__/* .FORMATS */ .hR));
}
function maxUnreadable(env) {
    const value = text(env, 'max-unreadable') ?? '0';
    const [, digits, percent] = /^(\d{1,9}(?:\.\d{1,6})?)\s*(%?)$/.exec(value) ?? [];
    const most = Number(digits);
    const hint = 'Use a number of mailboxes such as 10, or a percentage of the list such as 2%.';
    if (digits === undefined || (percent === '%' ? most > 100 : !Number.isInteger(most))) {
        throw invalid('max-unreadable', value, hint);
    }
    return { kind: percent === '%' ? 'percent' : 'count', most };
}
function compare(env) {
    const value = text(env, 'compare') ?? 'auto';
    const word = value.toLowerCase();
    return word === 'auto' || word === 'required' || word === 'off' ? { kind: word } : { kind: 'path', path: value };
}
/** Characters that GitHub refuses in the name of an artifact. */
const NOT_IN_ARTIFACT_NAMES = /["*/:<>?\\|\r\n]/;
/** An empty input uploads nothing. Outside a runner, the input is undefined and has its default. */
function artifactName(env) {
    const given = raw(env, 'artifact-name');
    const value = given === undefined ? _inputs_js__WEBPACK_IMPORTED_MODULE_6__/* .DEFAULT_ARTIFACT_NAME */ .N0 : given.trim();
    if (NOT_IN_ARTIFACT_NAMES.test(value)) {
        throw invalid('artifact-name', value, 'GitHub refuses the characters " * / : < > ? \\ | in it.');
    }
    // The report page is a file with this name.
    if (Buffer.byteLength(value) > MAX_ARTIFACT_NAME_BYTES) {
        throw invalid('artifact-name', value, `The maximum is ${MAX_ARTIFACT_NAME_BYTES} bytes.`);
    }
    return value === '' ? undefined : value;
}
function retentionDays(env) {
    const value = text(env, 'retention-days');
    if (value === undefined || value === '0')
        return undefined;
    return wholeNumber('retention-days', value, _inputs_js__WEBPACK_IMPORTED_MODULE_6__/* .MAX_RETENTION_DAYS */ .aT);
}
/** The input `shard`. Throws the UserError `INPUT_INVALID`, also for one without an artifact, which would be read for nothing. */
function shardInput(env) {
    const value = text(env, 'shard');
    if (value === undefined)
        return undefined;
    const [, digits, total] = /^(\d{1,3}) ?\/ ?(\d{1,3})$/.exec(value) ?? [];
    const [number, of] = [Number(digits), Number(total)];
    if (!(number >= 1 && number <= of && of <= _mailboxes_shard_js__WEBPACK_IMPORTED_MODULE_8__/* .MAX_SHARDS */ .hH)) {
        throw invalid('shard', value, `Use n/m, such as 2/8: n from 1 to m, and m at most ${_mailboxes_shard_js__WEBPACK_IMPORTED_MODULE_8__/* .MAX_SHARDS */ .hH}.`);
    }
    if (artifactName(env) === undefined) {
        throw new _errors_js__WEBPACK_IMPORTED_MODULE_1__/* .UserError */ .yo('INPUT_INVALID', 'The input "shard" requires an artifact, and "artifact-name" is empty.', {
            hint: 'Remove "artifact-name", or set it to the same name in all shards and in the merge action.',
        });
    }
    return { number, of };
}
function concurrency(env) {
    const value = text(env, 'concurrency') ?? 'auto';
    return value.toLowerCase() === 'auto' ? 'auto' : wholeNumber('concurrency', value, _inputs_js__WEBPACK_IMPORTED_MODULE_6__/* .MAX_CONCURRENCY */ .fx, '"auto" or ');
}
const SECRET_INPUTS = ['pfx', 'pfx-password', 'github-token'];
/** With which CIs and hosts in Azure give tokens to the job. */
const SECRET_VARIABLES = ['ACTIONS_ID_TOKEN_REQUEST_TOKEN', 'SYSTEM_ACCESSTOKEN', 'IDENTITY_HEADER'];
/**
 * The secret inputs and variables, to mask before anything is checked or printed. Also each of their lines, since a log may show one
 * line of a PFX with line breaks.
 */
function secretInputs(env) {
    const named = ['access-token-env', 'assertion-env'].map((name) => env[(0,_input_table_js__WEBPACK_IMPORTED_MODULE_5__/* .inputVariable */ .L)(name)]?.trim() ?? '');
    const variables = [...SECRET_VARIABLES, ...named].map((name) => env[name]?.trim() ?? '');
    const secrets = [...SECRET_INPUTS.map((name) => raw(env, name) ?? ''), ...variables];
    const lines = secrets.flatMap((secret) => secret.split(/\r?\n/)).map((line) => line.trim());
    return [...new Set([...secrets, ...lines])].filter((secret) => secret.trim() !== '');
}
/** The input as it is. Throws the UserError `INPUT_INVALID` for a certificate or a key in an input that is not secret. */
function raw(env, name) {
    const value = env[(0,_input_table_js__WEBPACK_IMPORTED_MODULE_5__/* .inputVariable */ .L)(name)];
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
    return new _errors_js__WEBPACK_IMPORTED_MODULE_1__/* .UserError */ .yo('INPUT_INVALID', `The input "${name}" contains a certificate or a key.`, {
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
/** The reports on a line. The path of a file may contain a comma, a name does not. */
function reportEntries(line) {
    const all = line.split(',').map((part) => part.trim());
    const hasNames = all.some((part) => _reports_built_in_js__WEBPACK_IMPORTED_MODULE_3__/* .builtInReports */ .v.has(part.toLowerCase()));
    return hasNames || !(0,_reports_choose_js__WEBPACK_IMPORTED_MODULE_4__/* .isReportFile */ .NK)(line) ? all.filter((part) => part !== '') : [line];
}
/** Throws the UserError `INPUT_MISSING`, or `EMPTY` for the PFX. */
function required(env, name) {
    const value = text(env, name);
    if (value !== undefined)
        return value;
    throw new _errors_js__WEBPACK_IMPORTED_MODULE_1__/* .UserError */ .yo(name === 'pfx' ? 'EMPTY' : 'INPUT_MISSING', `The input "${name}" is empty.`, {
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
    return new _errors_js__WEBPACK_IMPORTED_MODULE_1__/* .UserError */ .yo('INPUT_INVALID', `The input "${name}" cannot be ${JSON.stringify(shown)}.`, { hint });
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
    if (!(0,_http_secure_url_js__WEBPACK_IMPORTED_MODULE_9__/* .isConfidential */ .F)(parsed)) {
        throw invalid(name, value, `Only https: is allowed, and http: for a loopback address. ${hint}`);
    }
    return parsed.href.replace(/\/+$/, '');
}
/** A URL without a host has no origin: in `localhost:80`, `localhost` is the scheme. */
function shownUrl(parsed, value) {
    if (parsed === null)
        return value;
    return parsed.origin === 'null' ? 'a URL without https:' : parsed.origin;
}
/** A number from 1 to `most`. Throws the UserError `INPUT_INVALID`. `others`: what else the input can be, for the hint. */
function wholeNumber(name, value, most, others = '') {
    const number = Number(value);
    if (/^\d{1,9}$/.test(value) && number >= 1 && number <= most)
        return number;
    throw invalid(name, value, `Use ${others}a whole number from 1 to ${most}.`);
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
function repositoryAt({ name = '', url: given = '', sha = '', checkout }, workspace, pages) {
    const parsed = URL.parse(given);
    if (name === '' || (parsed?.protocol !== 'https:' && parsed?.protocol !== 'http:'))
        return undefined;
    // The address of a clone has a user, and may end in .git.
    const url = `${parsed.origin}${parsed.pathname}`.replace(/(?:\.git)?\/*$/, '');
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
    };
}


/***/ }),

/***/ 78773:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   X0: () => (/* binding */ ExampleFindings),
/* harmony export */   YS: () => (/* binding */ ViolatingMailboxes),
/* harmony export */   gG: () => (/* binding */ inTurns)
/* harmony export */ });
/* harmony import */ var _text_display_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(24745);

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
        const kept = this.#byRule.get(rule) ?? [];
        const breaches = findings.filter(isBreach);
        const first = breaches.find(({ novelty }) => novelty === 'new') ?? breaches[0];
        if (first === undefined)
            return;
        const isNew = first.novelty === 'new';
        if (kept.length >= MAX_EXAMPLES_A_RULE && (!isNew || kept.at(-1)?.isNew === true))
            return;
        const { address, file, line } = first.mailbox;
        const example = { ...reported(first), rule, address, file, line, more: breaches.length - 1, isNew };
        const newFirst = [...kept, example].sort((one, other) => Number(other.isNew) - Number(one.isNew));
        this.#byRule.set(rule, newFirst.slice(0, MAX_EXAMPLES_A_RULE));
    }
    /** Those to show, as `VerdictCounts.examples` orders them. */
    first(rules) {
        const byRule = [...rules].map((rule) => this.#byRule.get(rule) ?? []);
        const ofKind = (wanted) => byRule.map((kept) => kept.filter(({ isNew }) => isNew === wanted));
        return [true, false]
            .flatMap((wanted) => inTurns(failuresFirst(ofKind(wanted)), MAX_EXAMPLES))
            .slice(0, MAX_EXAMPLES);
    }
}
/** The mailboxes that violate most rules: twenty at most. */
class ViolatingMailboxes {
    /** Those with most rules of severity error first, then of severity warning; equal ones in the list's order. */
    worst = [];
    /** How many there are in all. */
    count = 0;
    /** Adds a mailbox with the rules of verdict `fail` or `warn`: at least one. */
    add(violated) {
        this.count += 1;
        const failed = violated.filter(({ verdict }) => verdict === 'fail').length;
        const warned = violated.length - failed;
        const last = this.worst.at(-1);
        if (this.worst.length >= MAX_MAILBOXES && last !== undefined && worstFirst({ failed, warned }, last) >= 0)
            return;
        const byRule = violated.map(({ findings }) => findings.filter(isBreach));
        const findings = inTurns(failuresFirst(byRule), MAX_FINDINGS_A_MAILBOX);
        const [first] = findings;
        if (first === undefined)
            throw new Error('a violated rule has no finding');
        const { address, file, line } = first.mailbox;
        const findingCount = byRule.reduce((sum, some) => sum + some.length, 0);
        this.worst.push({ address, file, line, failed, warned, findings: findings.map(reported), findingCount });
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
    return { rule: rule.id, verdict, message: (0,_text_display_js__WEBPACK_IMPORTED_MODULE_0__/* .shortened */ .vI)(message, MAX_MESSAGE_LENGTH) };
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
