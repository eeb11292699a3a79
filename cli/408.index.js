export const id = 408;
export const ids = [408];
export const modules = {

/***/ 3372:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   H: () => (/* binding */ inFolderWords),
/* harmony export */   _: () => (/* binding */ inFolder)
/* harmony export */ });
/* harmony import */ var _failure_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(1633);

const OPTIONS = { mailboxes: '--list' };
/** `--list` for the input `mailboxes`; other options are called as the inputs they stand for. */
function option(input) {
    return OPTIONS[input] ?? `--${input}`;
}
/**
 * What the actions say of files, steps and inputs, as it holds in a folder at a terminal. Each is long enough to be no
 * text of a list, report file or policy, whose own keys may be called as an input is.
 */
const FOLDER_WORDS = [
    [
        /Commit the file, run actions\/checkout before this action, and give its path in "([a-z-]+)" relative to the root of the repository\./g,
        (_said, input) => `Give its path in ${option(input)} relative to the folder that you are in.`,
    ],
    [
        /Run actions\/checkout in a step before this action: "mailboxes" names files of the repository\./g,
        () => 'Run this in the folder of your repository: --list names files in it.',
    ],
    [
        /The input "([a-z-]+)" takes paths relative to the root of the repository; copy the (?:file|list) there in an earlier step\./g,
        (_said, input) => `${option(input)} takes files of the folder that you are in: run this in a folder that holds all.`,
    ],
    [
        /^Set it to the path of the mailbox list in the repository, such as/g,
        () => 'Give it the path of the mailbox list, such as',
    ],
    [/\bLet "(mailboxes|report|policy)" name\b/g, (_said, input) => `Let ${option(input)} name`],
    [/\bnarrow "mailboxes" to\b/g, () => 'narrow --list to'],
    [/\ba list that "mailboxes" names\b/g, () => 'a list that --list names'],
    [/\bSet "mailbox-column" to\b/g, () => 'Set --mailbox-column to'],
    [/\bThe input "(mailboxes|report)" (?=names|cannot)/g, (_said, input) => `The option ${option(input)} `],
    [/\bmust be named in the input "report" by its file\b/g, () => 'must be named in --report by its file'],
    [/\bthat the user of the runner may read\b/g, () => 'that you may read'],
    [/ in the workspace\.$/g, () => ' in this folder.'],
    [/ is outside the workspace\.$/g, () => ' is outside this folder.'],
    [/: the workspace is empty\.$/g, () => ': this folder is empty.'],
    [/^The workspace is a directory\b/g, () => 'This folder is a directory'],
];
/** A text of a check, told to whoever calls it in a folder rather than in a workflow. */
function inFolderWords(text) {
    return FOLDER_WORDS.reduce((said, [words, ours]) => said.replace(words, ours), text);
}
/** The same problem, in the words of a folder. */
function inFolder(error) {
    return (0,_failure_js__WEBPACK_IMPORTED_MODULE_0__/* .reworded */ .Fg)(error, inFolderWords(error.message), inFolderWords(error.hint));
}


/***/ }),

/***/ 6592:
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

/***/ 5821:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  l: () => (/* binding */ findListFiles)
});

// EXTERNAL MODULE: external "node:fs/promises"
var promises_ = __webpack_require__(1455);
// EXTERNAL MODULE: external "node:path"
var external_node_path_ = __webpack_require__(6760);
var external_node_path_default = /*#__PURE__*/__webpack_require__.n(external_node_path_);
// EXTERNAL MODULE: ./src/failure.ts
var failure = __webpack_require__(1633);
// EXTERNAL MODULE: ./src/workspace-file.ts
var workspace_file = __webpack_require__(4429);
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
        return new failure/* UserError */.yo('LIST_NOT_FOUND', `There is no mailbox list ${file}: the workspace is empty.`, {
            hint: 'Run actions/checkout in a step before this action: "mailboxes" names files of the repository.',
        });
    }
    const near = (await nearName(file, root)) ?? (await sameNameElsewhere(file, root));
    return new failure/* UserError */.yo('LIST_NOT_FOUND', `There is no mailbox list ${file} in the workspace.`, {
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
var unreadable = __webpack_require__(2057);
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
        throw new failure/* UserError */.yo('LIST_NOT_FOUND', 'The input "mailboxes" names no file.', {
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
        throw new failure/* UserError */.yo('LIST_IS_DIRECTORY', `${file || 'The workspace'} is a directory, not a mailbox list.`, {
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
    return new failure/* UserError */.yo('LIST_OUTSIDE_WORKSPACE', `The mailbox list ${pattern} is outside the workspace.`, {
        hint: 'The input "mailboxes" takes paths relative to the root of the repository; copy the list there in an earlier step.',
    });
}


/***/ }),

/***/ 4226:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  CA: () => (/* binding */ emptyError),
  so: () => (/* binding */ listText),
  d2: () => (/* binding */ readerFor)
});

// EXTERNAL MODULE: external "node:fs/promises"
var promises_ = __webpack_require__(1455);
// EXTERNAL MODULE: external "node:path"
var external_node_path_ = __webpack_require__(6760);
var external_node_path_default = /*#__PURE__*/__webpack_require__.n(external_node_path_);
// EXTERNAL MODULE: ./src/failure.ts
var failure = __webpack_require__(1633);
// EXTERNAL MODULE: ./node_modules/csv-parse/lib/sync.js + 9 modules
var sync = __webpack_require__(5175);
// EXTERNAL MODULE: ./src/mailboxes/address.ts
var address = __webpack_require__(6592);
// EXTERNAL MODULE: ./src/text/listed.ts
var listed = __webpack_require__(7622);
// EXTERNAL MODULE: ./src/text/shown-text.ts
var shown_text = __webpack_require__(5936);
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
        : `${file} has no ${noun} ${(0,shown_text/* shownText */.f)(column)} to take the mailbox addresses from`;
    const headless = noun === 'column' && names.some((name) => (0,address/* isAddress */.P)(name.trim()));
    const usual = (0,listed/* listed */.K)(ADDRESS_COLUMNS, 'or');
    const otherwise = column === undefined ? `call the ${noun} ${usual}` : `leave it out if the ${noun} is called ${usual}`;
    const known = headless
        ? 'Its first row holds addresses in place of names.'
        : `Its ${noun}s are ${shownNames(names)}.`;
    return new failure/* UserError */.yo('LIST_NO_COLUMN', `${wanted}. ${known}`, {
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
    const shown = named.slice(0, NAMES_SHOWN).map((name) => (0,shown_text/* shownText */.f)(name.trim()));
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
    return new failure/* UserError */.yo('LIST_MALFORMED', `${file}, line ${line}: ${what}.`, {
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
    return new failure/* UserError */.yo('LIST_ENCODING', message, {
        hint: 'Save the file as UTF-8; in PowerShell, write it with -Encoding utf8.',
        place,
    });
}

// EXTERNAL MODULE: ./node_modules/jsonc-parser/lib/umd/main.js
var main = __webpack_require__(9547);
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
    return new failure/* UserError */.yo('LIST_MALFORMED', `${file}, ${where}: this is no JSON list of mailboxes: ${what}.`, {
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
var unreadable = __webpack_require__(2057);
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
    throw new failure/* UserError */.yo('LIST_FORMAT', `${file} is none of the formats a mailbox list can have: .txt, .csv, .json.`, {
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
    return new failure/* UserError */.yo('LIST_EMPTY', `There is no mailbox address in ${files.join(', ')}.`, {
        hint: 'Put at least one address into a list that "mailboxes" names. In a .txt file, lines that start with # are comments.',
        ...(file === undefined ? {} : { place: { file } }),
    });
}


/***/ }),

/***/ 2057:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   S: () => (/* binding */ unreadableError),
/* harmony export */   c: () => (/* binding */ fileErrorCode)
/* harmony export */ });
/* harmony import */ var _failure_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(1633);

/** The error code of Node's file system calls, such as `ENOENT`; '' for anything else that was thrown. */
function fileErrorCode(error) {
    const hasCode = typeof error === 'object' && error !== null && 'code' in error;
    return hasCode && typeof error.code === 'string' ? error.code : '';
}
/** The error for a list file that is there and cannot be read. */
function unreadableError(file, cause) {
    const code = fileErrorCode(cause);
    return new _failure_js__WEBPACK_IMPORTED_MODULE_0__/* .UserError */ .yo('LIST_UNREADABLE', `${file} cannot be read${code === '' ? '' : ` (${code})`}.`, {
        hint: 'It must be a regular file that the user of the runner may read.',
        place: { file },
        cause,
    });
}


/***/ }),

/***/ 9809:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   q: () => (/* binding */ nearestName)
/* harmony export */ });
/** What was likely meant by a name that is none of the known ones; undefined where nothing is near. Case does not count. */
function nearestName(name, known) {
    const wanted = name.trim().toLowerCase();
    // Of a short name, one wrong letter is a slip, and two make another word.
    const mostEdits = Math.floor((wanted.length + 1) / 3);
    let best;
    for (const candidate of known) {
        const folded = candidate.toLowerCase();
        const leftOut = hasLeftOut(wanted, folded);
        if (!leftOut && Math.abs(candidate.length - wanted.length) > mostEdits)
            continue;
        const edits = leftOut ? 1 : editDistance(wanted, folded);
        if (edits <= mostEdits && edits < (best?.edits ?? Infinity))
            best = { name: candidate, edits };
    }
    return best?.name;
}
/** Below it, too many names hold all letters of a word in their order. */
const SHORTEST_WITH_GAPS = 8;
/** Whether a name is another with a part of it left out, as `AutomaticReplyAudience` is. */
function hasLeftOut(name, whole) {
    if (name.length < SHORTEST_WITH_GAPS || name.length >= whole.length)
        return false;
    let start = 0;
    while (start < name.length && name[start] === whole[start])
        start += 1;
    return whole.endsWith(name.slice(start));
}
/** How many characters to insert, delete, replace or swap with their neighbour to make one text of the other. */
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

/***/ 7565:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  v: () => (/* binding */ builtInReports)
});

;// CONCATENATED MODULE: ./src/reports/cell-types.ts
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

;// CONCATENATED MODULE: ./src/reports/automatic-replies.ts

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

;// CONCATENATED MODULE: ./src/reports/calendar-permissions.ts

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

;// CONCATENATED MODULE: ./src/reports/folders.ts

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

;// CONCATENATED MODULE: ./src/reports/inbox-rules.ts

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

;// CONCATENATED MODULE: ./src/reports/mailbox-settings.ts

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
/* harmony import */ var _failure_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(1633);
/* harmony import */ var _nearest_name_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(9809);
/* harmony import */ var _built_in_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(7565);



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
    const { readReportFile } = await Promise.all(/* import() */[__webpack_require__.e(855), __webpack_require__.e(166)]).then(__webpack_require__.bind(__webpack_require__, 6166));
    return readReportFile(entry, workspace);
}
/** The built-in report of that name. Throws the UserError `INPUT_INVALID`. */
function namedReport(entry) {
    const report = _built_in_js__WEBPACK_IMPORTED_MODULE_1__/* .builtInReports */ .v.get(entry.toLowerCase());
    if (report !== undefined)
        return report;
    const names = [..._built_in_js__WEBPACK_IMPORTED_MODULE_1__/* .builtInReports */ .v.keys()];
    const meant = (0,_nearest_name_js__WEBPACK_IMPORTED_MODULE_2__/* .nearestName */ .q)(entry, names);
    const shown = entry.length > LONGEST_SHOWN ? `${entry.slice(0, LONGEST_SHOWN)}…` : entry;
    throw new _failure_js__WEBPACK_IMPORTED_MODULE_0__/* .UserError */ .yo('INPUT_INVALID', `The input "report" cannot be ${JSON.stringify(shown)}.`, {
        hint: (meant === undefined ? '' : `Did you mean "${meant}"? `) +
            `Use ${names.map((name) => `"${name}"`).join(', ')}, or the path of a report file, such as reports/${/^[a-z0-9-]{1,40}$/.test(entry) ? entry : 'categories'}.yml.`,
    });
}
function nameTaken(name, first, second) {
    const twice = first === second;
    return new _failure_js__WEBPACK_IMPORTED_MODULE_0__/* .UserError */ .yo('REPORT_NAME_TAKEN', twice
        ? `The input "report" names ${first} twice.`
        : `The input "report" names two reports that are called "${name}": ${first} and ${second}.`, {
        hint: twice
            ? 'Remove one of them.'
            : 'Each report writes files of its name: change "name" in one of the files, or leave one out.',
    });
}


/***/ }),

/***/ 9345:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  W: () => (/* binding */ compileExpression)
});

// EXTERNAL MODULE: ./node_modules/@jmespath-community/jmespath/dist/index.mjs
var dist = __webpack_require__(4022);
// EXTERNAL MODULE: ./src/failure.ts
var failure = __webpack_require__(1633);
// EXTERNAL MODULE: ./src/json.ts
var json = __webpack_require__(8301);
// EXTERNAL MODULE: ./src/reports/plain-text.ts
var plain_text = __webpack_require__(1587);
;// CONCATENATED MODULE: ./src/reports/recipients.ts

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
var windows_iana_dist = __webpack_require__(7376);
;// CONCATENATED MODULE: ./src/reports/utc.ts

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

;// CONCATENATED MODULE: ./src/reports/functions.ts





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

;// CONCATENATED MODULE: ./src/reports/function-calls.ts



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

;// CONCATENATED MODULE: ./src/reports/expression.ts





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
        throw notAnExpression(text, (0,failure/* describeError */.Uc)(error), error);
    }
}
function notAnExpression(text, reason, cause) {
    return new failure/* UserError */.yo('EXPRESSION', `'${text}' is not a JMESPath expression: ${reason}`, {
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


/***/ }),

/***/ 1587:
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
    const { compile } = await __webpack_require__.e(/* import() */ 557).then(__webpack_require__.bind(__webpack_require__, 5557));
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

/***/ 7622:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   K: () => (/* binding */ listed)
/* harmony export */ });
/** Texts as a sentence lists them: `none, contactsOnly or all`. */
function listed(texts, word) {
    const last = texts.at(-1) ?? '';
    return texts.length < 2 ? last : `${texts.slice(0, -1).join(', ')} ${word} ${last}`;
}


/***/ }),

/***/ 2613:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   hS: () => (/* binding */ counted)
/* harmony export */ });
/* unused harmony exports count, duration, percentage */
const GROUPED = new Intl.NumberFormat('en-US', { maximumFractionDigits: 0 });
/** A count with thousands separators: `12,400`. */
function count(number) {
    return GROUPED.format(number);
}
/** A count with its noun: `1 mailbox`, `12,400 mailboxes`. */
function counted(number, singular, plural) {
    return `${count(number)} ${number === 1 ? singular : plural}`;
}
/** A span of milliseconds as a person says it: `22 s`, `3 min 10 s`, `2 h 5 min`. Anything under a second is `1 s`. */
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
/** A share in percent. Only all is `100%` and only nothing is `0%`, so that rounding hides no mailbox. */
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

/***/ 5936:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   f: () => (/* binding */ shownText)
/* harmony export */ });
const LONGEST = 60;
/** Whatever a terminal would not show as itself: controls, invisible characters, and blanks other than the space. */
const UNSEEN = /[\p{Cc}\p{Cf}\p{Cs}]|[^\S ]/gu;
/** A piece of a list as an error message quotes it: in double quotes, cut at 60 characters, unseen characters as `\u{9}`. */
function shownText(text) {
    const cut = text.length > LONGEST ? `${text.slice(0, LONGEST).toWellFormed()}…` : text;
    return `"${cut.replace(UNSEEN, (unseen) => `\\u{${(unseen.codePointAt(0) ?? 0).toString(16)}}`)}"`;
}


/***/ }),

/***/ 4429:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   F: () => (/* binding */ isInside),
/* harmony export */   s: () => (/* binding */ readWorkspaceFile)
/* harmony export */ });
/* harmony import */ var node_fs_promises__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(1455);
/* harmony import */ var node_fs_promises__WEBPACK_IMPORTED_MODULE_0___default = /*#__PURE__*/__webpack_require__.n(node_fs_promises__WEBPACK_IMPORTED_MODULE_0__);
/* harmony import */ var node_path__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(6760);
/* harmony import */ var node_path__WEBPACK_IMPORTED_MODULE_1___default = /*#__PURE__*/__webpack_require__.n(node_path__WEBPACK_IMPORTED_MODULE_1__);
/* harmony import */ var _failure_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(1633);
/* harmony import */ var _mailboxes_unreadable_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(2057);
/* harmony import */ var _nearest_name_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(9809);





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
    const outside = () => new _failure_js__WEBPACK_IMPORTED_MODULE_2__/* .UserError */ .yo(code, `The ${noun} ${file} is outside the workspace.`, {
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
        throw new _failure_js__WEBPACK_IMPORTED_MODULE_2__/* .UserError */ .yo(code, `The ${noun} ${shown || file} is ${stats.isFile() ? 'too large' : 'no regular file'}.`, {
            hint: `Let "${input}" name the file itself.`,
        });
    }
    catch (error) {
        if (error instanceof _failure_js__WEBPACK_IMPORTED_MODULE_2__/* .UserError */ .yo)
            throw error;
        const reason = (0,_mailboxes_unreadable_js__WEBPACK_IMPORTED_MODULE_3__/* .fileErrorCode */ .c)(error);
        if (reason === 'ENOENT' || reason === 'ENOTDIR')
            throw await notFound(shown, root, wanted);
        throw new _failure_js__WEBPACK_IMPORTED_MODULE_2__/* .UserError */ .yo(code, `The ${noun} ${shown} cannot be read${reason === '' ? '' : ` (${reason})`}.`, {
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
    const name = (0,_nearest_name_js__WEBPACK_IMPORTED_MODULE_4__/* .nearestName */ .q)(node_path__WEBPACK_IMPORTED_MODULE_1___default().posix.parse(shown).name, names);
    const meant = near ?? (name === undefined ? undefined : `the built-in ${name}`);
    return new _failure_js__WEBPACK_IMPORTED_MODULE_2__/* .UserError */ .yo(code, `There is no ${noun} ${shown} in the workspace.`, {
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
    const same = (0,_nearest_name_js__WEBPACK_IMPORTED_MODULE_4__/* .nearestName */ .q)(stem(shown), byPath.map(stem));
    return (0,_nearest_name_js__WEBPACK_IMPORTED_MODULE_4__/* .nearestName */ .q)(shown, byPath) ?? byPath.find((file) => stem(file) === same);
}


/***/ })

};
