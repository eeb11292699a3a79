export const id = 404;
export const ids = [404];
export const modules = {

/***/ 45404:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   Eg: () => (/* binding */ openBaseline),
/* harmony export */   readBaseline: () => (/* binding */ readBaseline)
/* harmony export */ });
/* unused harmony exports MAX_BASELINE_BYTES, parseBaseline, baselineFormat */
/* harmony import */ var node_buffer__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(4573);
/* harmony import */ var node_buffer__WEBPACK_IMPORTED_MODULE_0___default = /*#__PURE__*/__webpack_require__.n(node_buffer__WEBPACK_IMPORTED_MODULE_0__);
/* harmony import */ var csv_parse_sync__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(25175);
/* harmony import */ var _errors_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(83916);
/* harmony import */ var _text_display_js__WEBPACK_IMPORTED_MODULE_7__ = __webpack_require__(24745);
/* harmony import */ var _text_did_you_mean_js__WEBPACK_IMPORTED_MODULE_6__ = __webpack_require__(63180);
/* harmony import */ var _text_numbers_js__WEBPACK_IMPORTED_MODULE_5__ = __webpack_require__(92613);
/* harmony import */ var _workspace_file_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(26971);
/* harmony import */ var _baseline_entry_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(97804);








/** GitHub rejects files of more than 100 MiB. 100,000 entries have some 15 MB. */
const MAX_BASELINE_BYTES = 100 * 1024 * 1024;
const MAX_PROBLEMS = 100;
const REPLACE = 'Replace the file with baseline.csv from the artifact of a run.';
/**
 * Reads the baseline of a run. Rejects with the UserError `BASELINE_FILE` for a file that is missing or has other columns,
 * an unknown rule or an entry twice; it names the first line with a mistake and counts the others.
 *
 * @param file path relative to the workspace, or absolute within it
 * @param workspace absolute path of the repository's checkout
 * @param rules ids of the policy's rules; undefined if they are not known
 */
async function readBaseline(file, workspace, rules) {
    const { baseline, errors } = await openBaseline(file, workspace, rules);
    const [first, ...others] = errors;
    if (first === undefined)
        return baseline;
    if (others.length === 0)
        throw first;
    const more = (0,_text_numbers_js__WEBPACK_IMPORTED_MODULE_5__/* .counted */ .hS)(others.length, 'more problem follows', 'more problems follow');
    const { code, message, hint, place } = first;
    throw new _errors_js__WEBPACK_IMPORTED_MODULE_2__/* .UserError */ .yo(code, `${message.replace(/\.$/, '')} (${more}).`, { hint, place });
}
/**
 * Like `readBaseline`, but returns all mistakes. Rejects with the UserError `BASELINE_FILE` only if the file cannot be opened.
 *
 * @param rules undefined if they are not known
 */
async function openBaseline(file, workspace, rules) {
    const { bytes, shown } = await (0,_workspace_file_js__WEBPACK_IMPORTED_MODULE_3__/* .readWorkspaceFile */ .s)(file, workspace, {
        ...{ code: 'BASELINE_FILE', noun: 'baseline', input: 'baseline', extensions: ['csv'], names: [] },
        maxBytes: MAX_BASELINE_BYTES,
    });
    return parseBaseline(bytes, shown, rules);
}
/** Parses the bytes of a `baseline.csv`, with commas or semicolons. `file`: its name in errors. */
function parseBaseline(bytes, file, rules) {
    if (!(0,node_buffer__WEBPACK_IMPORTED_MODULE_0__.isUtf8)(bytes)) {
        const error = new _errors_js__WEBPACK_IMPORTED_MODULE_2__/* .UserError */ .yo('BASELINE_FILE', `${file} is not UTF-8.`, { hint: REPLACE, place: { file } });
        return { baseline: { file, entries: [] }, errors: [error], order: undefined };
    }
    // csv-parse counts a CRLF inside quotes as two lines.
    const text = new TextDecoder().decode(bytes).replace(/\r\n?/g, '\n');
    const reader = new BaselineReader(file, rules);
    try {
        (0,csv_parse_sync__WEBPACK_IMPORTED_MODULE_1__/* .parse */ .qg)(text, {
            delimiter: delimiterOf(text),
            record_delimiter: '\n',
            relax_column_count: true,
            skip_empty_lines: true,
            // With null, the parser does not collect the rows.
            on_record: (cells, { lines }) => {
                reader.add(Array.isArray(cells) ? cells.map(String) : [], lines);
                return null;
            },
        });
    }
    catch (error) {
        if (!(error instanceof csv_parse_sync__WEBPACK_IMPORTED_MODULE_1__/* .CsvError */ .J$))
            throw error;
        reader.problem(reader.nextLine, 'A quote in this row is not closed or is in the wrong place.', REPLACE);
    }
    return reader.result();
}
/** Whether a `baseline.csv` starts with a byte order mark, and what separates its cells. */
function baselineFormat(bytes) {
    const start = new TextDecoder('utf-8', { ignoreBOM: true }).decode(bytes.subarray(0, 100));
    return { bom: start.startsWith('\uFEFF'), delimiter: delimiterOf(start.replace('\uFEFF', '')) };
}
function delimiterOf(text) {
    return /^"?Rule"?;/.test(text) ? ';' : ',';
}
/** Collects entries and mistakes row by row. */
class BaselineReader {
    #file;
    #rules;
    #entries = [];
    /** Lines by key. */
    #lines = new Map();
    #errors = [];
    #order;
    #header = 'missing';
    #lastKey = '';
    /** The first line of the next row. */
    nextLine = 1;
    constructor(file, rules) {
        this.#file = file;
        this.#rules = rules === undefined ? undefined : new Set(rules);
    }
    /** `lastLine`: of the row. */
    add(cells, lastLine) {
        const lineEnds = cells.reduce((sum, cell) => sum + cell.split('\n').length - 1, 0);
        const line = lastLine - lineEnds;
        this.nextLine = lastLine + 1;
        if (this.#header === 'missing') {
            this.#header = hasColumns(cells) ? 'right' : 'wrong';
            if (this.#header === 'wrong')
                this.#wrongColumns(line);
            return;
        }
        // With other columns, every row would be one more problem.
        if (this.#header === 'wrong')
            return;
        if (cells.length !== _baseline_entry_js__WEBPACK_IMPORTED_MODULE_4__/* .BASELINE_COLUMNS */ .Ac.length) {
            const has = (0,_text_numbers_js__WEBPACK_IMPORTED_MODULE_5__/* .counted */ .hS)(cells.length, 'cell', 'cells');
            this.problem(line, `This row has ${has} instead of ${_baseline_entry_js__WEBPACK_IMPORTED_MODULE_4__/* .BASELINE_COLUMNS */ .Ac.length}.`, REPLACE);
            return;
        }
        this.#addEntry({ ...(0,_baseline_entry_js__WEBPACK_IMPORTED_MODULE_4__/* .entryOf */ .Ms)(cells), line });
    }
    problem(line, message, hint) {
        if (this.#errors.length < MAX_PROBLEMS)
            this.#errors.push(this.#error(line, message, hint));
    }
    result() {
        if (this.#header === 'missing' && this.#errors.length === 0)
            this.#wrongColumns(1);
        return { baseline: { file: this.#file, entries: this.#entries }, errors: this.#errors, order: this.#order };
    }
    #addEntry(entry) {
        const { rule, line } = entry;
        const key = (0,_baseline_entry_js__WEBPACK_IMPORTED_MODULE_4__/* .baselineKey */ .x2)(entry);
        const earlier = this.#lines.get(key);
        if (this.#rules !== undefined && !this.#rules.has(rule)) {
            const meant = (0,_text_did_you_mean_js__WEBPACK_IMPORTED_MODULE_6__/* .didYouMean */ .a)(rule, this.#rules);
            const suggestion = meant === undefined ? '' : ` Did you mean ${(0,_text_display_js__WEBPACK_IMPORTED_MODULE_7__/* .shownText */ .f$)(meant)}?`;
            const hint = `Correct the rule's id, or remove the rows of a rule that the policy no longer has.${suggestion}`;
            this.problem(line, `The policy has no rule ${(0,_text_display_js__WEBPACK_IMPORTED_MODULE_7__/* .shownText */ .f$)(rule)}.`, hint);
        }
        else if (earlier !== undefined) {
            this.problem(line, `This row repeats line ${earlier}.`, 'Remove one of the two rows.');
        }
        else {
            this.#entries.push(entry);
        }
        if (earlier === undefined)
            this.#lines.set(key, line);
        if (key < this.#lastKey) {
            const message = 'This row sorts before the row above it.';
            const hint = `Sort the rows by rule, mailbox, item, column and value, or replace the file with baseline.csv from the artifact of a run.`;
            this.#order ??= this.#error(line, message, hint);
        }
        this.#lastKey = key;
    }
    #wrongColumns(line) {
        const message = `The columns are not ${_baseline_entry_js__WEBPACK_IMPORTED_MODULE_4__/* .BASELINE_COLUMNS */ .Ac.join(', ')}.`;
        this.problem(line, message, REPLACE);
    }
    #error(line, message, hint) {
        const text = `${this.#file}, line ${line}: ${message}`;
        return new _errors_js__WEBPACK_IMPORTED_MODULE_2__/* .UserError */ .yo('BASELINE_FILE', text, { hint, place: { file: this.#file, line } });
    }
}
function hasColumns(cells) {
    return cells.length === _baseline_entry_js__WEBPACK_IMPORTED_MODULE_4__/* .BASELINE_COLUMNS */ .Ac.length && _baseline_entry_js__WEBPACK_IMPORTED_MODULE_4__/* .BASELINE_COLUMNS */ .Ac.every((column, at) => cells[at] === column);
}


/***/ }),

/***/ 26971:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   s: () => (/* binding */ readWorkspaceFile)
/* harmony export */ });
/* harmony import */ var node_fs_promises__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(51455);
/* harmony import */ var node_fs_promises__WEBPACK_IMPORTED_MODULE_0___default = /*#__PURE__*/__webpack_require__.n(node_fs_promises__WEBPACK_IMPORTED_MODULE_0__);
/* harmony import */ var node_path__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(76760);
/* harmony import */ var node_path__WEBPACK_IMPORTED_MODULE_1___default = /*#__PURE__*/__webpack_require__.n(node_path__WEBPACK_IMPORTED_MODULE_1__);
/* harmony import */ var _errors_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(83916);
/* harmony import */ var _text_did_you_mean_js__WEBPACK_IMPORTED_MODULE_5__ = __webpack_require__(63180);
/* harmony import */ var _near_file_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(71198);
/* harmony import */ var _paths_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(28545);






const MAX_BYTES = 16 * 1024 * 1024;
/**
 * Reads a file of the workspace whole. Throws a UserError of the given code if the file is missing, unreadable, no
 * regular file, too large or outside the workspace, also through a symbolic link.
 */
async function readWorkspaceFile(file, folder, wanted) {
    const { code, noun, input, maxBytes = MAX_BYTES } = wanted;
    const workspace = await (0,_paths_js__WEBPACK_IMPORTED_MODULE_4__/* .openWorkspace */ .OH)(folder);
    const outside = () => new _errors_js__WEBPACK_IMPORTED_MODULE_2__/* .UserError */ .yo(code, `The ${noun} ${file} is outside the workspace.`, {
        hint: `"${input}" takes paths relative to the root of the repository. Copy the file there.`,
    });
    const shown = (0,_paths_js__WEBPACK_IMPORTED_MODULE_4__/* .pathInWorkspace */ .ep)(file, workspace);
    if (shown === undefined)
        throw outside();
    try {
        const { kind, size } = await (0,_paths_js__WEBPACK_IMPORTED_MODULE_4__/* .statInWorkspace */ .Ng)(shown, workspace);
        if (kind === 'missing')
            throw await notFound(shown, workspace.root, wanted);
        const realPath = await (0,_paths_js__WEBPACK_IMPORTED_MODULE_4__/* .realPathInWorkspace */ .WP)(shown, workspace);
        if (realPath === undefined)
            throw outside();
        if (kind === 'file' && size <= maxBytes)
            return { bytes: await (0,node_fs_promises__WEBPACK_IMPORTED_MODULE_0__.readFile)(realPath), shown };
        throw new _errors_js__WEBPACK_IMPORTED_MODULE_2__/* .UserError */ .yo(code, `The ${noun} ${shown || file} is ${kind === 'file' ? 'too large' : 'not a regular file'}.`, {
            hint: `Set "${input}" to the path of the file itself.`,
        });
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
    const { code, noun, input, names, extensions } = wanted;
    const near = await (0,_near_file_js__WEBPACK_IMPORTED_MODULE_3__/* .nearFile */ .X)(shown, root, extensions);
    const name = (0,_text_did_you_mean_js__WEBPACK_IMPORTED_MODULE_5__/* .didYouMean */ .a)(node_path__WEBPACK_IMPORTED_MODULE_1___default().posix.parse(shown).name, names);
    const meant = near ?? (name === undefined ? undefined : `the built-in ${name}`);
    return new _errors_js__WEBPACK_IMPORTED_MODULE_2__/* .UserError */ .yo(code, `There is no ${noun} ${shown} in the workspace.`, {
        hint: (meant === undefined ? '' : `Did you mean ${meant}? `) +
            `Set "${input}" to its path relative to the root of the repository. In a workflow, commit the file, and run ` +
            'actions/checkout before this action.',
    });
}


/***/ })

};
