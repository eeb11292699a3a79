export const id = 404;
export const ids = [404];
export const modules = {

/***/ 45404:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   XB: () => (/* binding */ baselineFormat),
/* harmony export */   Zg: () => (/* binding */ MAX_BASELINE_BYTES),
/* harmony export */   iW: () => (/* binding */ checkBaseline),
/* harmony export */   readBaseline: () => (/* binding */ readBaseline)
/* harmony export */ });
/* unused harmony exports readReplaceable, parseBaseline */
/* harmony import */ var node_buffer__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(4573);
/* harmony import */ var node_buffer__WEBPACK_IMPORTED_MODULE_0___default = /*#__PURE__*/__webpack_require__.n(node_buffer__WEBPACK_IMPORTED_MODULE_0__);
/* harmony import */ var _errors_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(83916);
/* harmony import */ var _files_csv_reader_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(44315);
/* harmony import */ var _files_workspace_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(79622);
/* harmony import */ var _text_did_you_mean_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(63180);
/* harmony import */ var _text_display_js__WEBPACK_IMPORTED_MODULE_7__ = __webpack_require__(24745);
/* harmony import */ var _text_numbers_js__WEBPACK_IMPORTED_MODULE_6__ = __webpack_require__(92613);
/* harmony import */ var _baseline_entry_js__WEBPACK_IMPORTED_MODULE_5__ = __webpack_require__(97804);








/** GitHub rejects files of more than 100 MiB. 100,000 entries have some 15 MB. */
const MAX_BASELINE_BYTES = 100 * 1024 * 1024;
const DELIMITERS = [',', ';'];
const MAX_PROBLEMS = 100;
const REPLACE = 'Replace the file with baseline.csv from the artifact of a run.';
const UPDATE = 'Run without the baseline, download the artifact, review its violations, and run "mailbox-report baseline update" with it.';
const SORT = `Sort the rows by rule, mailbox, item, column, value and row, or r${REPLACE.slice(1)}`;
/**
 * Reads the baseline of a run. Rejects with the UserError `BASELINE_FILE` for a file that is missing or has other columns,
 * an unknown rule or an entry twice; it names the first line with a mistake and counts the others.
 *
 * @param file path relative to the workspace, or absolute within it
 * @param rules ids of the policy's rules; undefined if they are not known
 */
async function readBaseline(file, workspace, rules) {
    return requireNoProblem(await openBaseline(file, workspace, rules));
}
function requireNoProblem({ value, problems }) {
    const [first, ...furtherProblems] = problems;
    if (first === undefined)
        return value;
    if (furtherProblems.length === 0)
        throw first;
    const furtherText = (0,_text_numbers_js__WEBPACK_IMPORTED_MODULE_6__/* .counted */ .hS)(furtherProblems.length, 'more problem follows', 'more problems follow');
    throw (0,_errors_js__WEBPACK_IMPORTED_MODULE_1__/* .reworded */ .Fg)(first, `${first.message.replace(/\.$/, '')} (${furtherText}).`, first.hint);
}
/**
 * Reads the entries that `baseline update` replaces: none if the file lacks the columns that say which rows were accepted. Rejects
 * as `readBaseline` does.
 */
async function readReplaceable(file, workspace) {
    const checked = await openBaseline(file, workspace, undefined);
    return checked.isOutdated ? checked.value : requireNoProblem(checked);
}
/**
 * Reads a baseline offline, with all problems. The order of rows is a problem too. Rejects only for a bug.
 *
 * @param addresses those of the mailbox lists, in lower case; undefined without a list
 */
function checkBaseline(file, workspace, rules, addresses) {
    return (0,_errors_js__WEBPACK_IMPORTED_MODULE_1__/* .collectProblems */ .vX)(async () => {
        const { value, problems, unsorted } = await openBaseline(file, workspace, rules);
        return {
            value,
            problems: unsorted === undefined ? problems : [...problems, unsorted],
            warnings: addresses === undefined ? [] : unlistedWarnings(value, addresses),
        };
    });
}
async function openBaseline(file, workspace, rules) {
    const { bytes, relativePath } = await (0,_files_workspace_js__WEBPACK_IMPORTED_MODULE_3__/* .readWorkspaceFile */ .sL)(file, workspace, {
        code: 'BASELINE_FILE',
        noun: 'baseline',
        input: 'baseline',
        extensions: ['csv'],
        names: [],
        maxBytes: MAX_BASELINE_BYTES,
    });
    return parseBaseline(bytes, relativePath, rules);
}
/** Parses the bytes of a `baseline.csv`, with commas or semicolons. `file`: its name in errors. */
function parseBaseline(bytes, file, rules) {
    const entries = [];
    const problems = [];
    let unsorted;
    let isOutdated = false;
    const value = { file, entries };
    if (!(0,node_buffer__WEBPACK_IMPORTED_MODULE_0__.isUtf8)(bytes)) {
        problems.push(new _errors_js__WEBPACK_IMPORTED_MODULE_1__/* .UserError */ .yo('BASELINE_FILE', `${file} is not UTF-8.`, { hint: REPLACE, place: { file } }));
        return { value, problems, unsorted, isOutdated };
    }
    const text = new TextDecoder().decode(bytes);
    const records = [];
    const badLine = (0,_files_csv_reader_js__WEBPACK_IMPORTED_MODULE_2__/* .readCsvRows */ .wS)(text, (0,_files_csv_reader_js__WEBPACK_IMPORTED_MODULE_2__/* .delimiterOf */ .Vl)(text, DELIMITERS), false, (cells, line) => {
        records.push({ cells, line });
    });
    const problem = (line, message, hint) => new _errors_js__WEBPACK_IMPORTED_MODULE_1__/* .UserError */ .yo('BASELINE_FILE', `${file}, line ${line}: ${message}`, { hint, place: { file, line } });
    const report = (line, message, hint) => {
        if (problems.length < MAX_PROBLEMS)
            problems.push(problem(line, message, hint));
    };
    const [header, ...rows] = records;
    if (header === undefined ? badLine === undefined : !hasColumns(header.cells)) {
        const lacks = missingColumns(header?.cells ?? []);
        isOutdated = lacks.length > 0;
        // With other columns, every row would be one more problem.
        if (isOutdated)
            report(header?.line ?? 1, outdatedText(lacks), UPDATE);
        else
            report(header?.line ?? 1, `The columns are not ${_baseline_entry_js__WEBPACK_IMPORTED_MODULE_5__/* .BASELINE_COLUMNS */ .Ac.join(', ')}.`, REPLACE);
        return { value, problems, unsorted, isOutdated };
    }
    const ruleIds = rules === undefined ? undefined : new Set(rules.map(_baseline_entry_js__WEBPACK_IMPORTED_MODULE_5__/* .writtenText */ .v4));
    const lines = new Map();
    let lastKey = '';
    for (const { cells, line } of rows) {
        if (cells.length !== _baseline_entry_js__WEBPACK_IMPORTED_MODULE_5__/* .BASELINE_COLUMNS */ .Ac.length) {
            const has = (0,_text_numbers_js__WEBPACK_IMPORTED_MODULE_6__/* .counted */ .hS)(cells.length, 'cell', 'cells');
            report(line, `This row has ${has} instead of ${_baseline_entry_js__WEBPACK_IMPORTED_MODULE_5__/* .BASELINE_COLUMNS */ .Ac.length}.`, REPLACE);
            continue;
        }
        const entry = { ...(0,_baseline_entry_js__WEBPACK_IMPORTED_MODULE_5__/* .entryOf */ .Ms)(cells), line };
        const key = (0,_baseline_entry_js__WEBPACK_IMPORTED_MODULE_5__/* .baselineKey */ .x2)(entry);
        const earlier = lines.get(key);
        if (ruleIds?.has(entry.rule) === false) {
            report(line, `The policy has no rule ${(0,_text_display_js__WEBPACK_IMPORTED_MODULE_7__/* .shownText */ .f$)(entry.rule)}.`, unknownRuleHint(entry.rule, ruleIds));
        }
        else if (earlier !== undefined) {
            report(line, `This row repeats line ${earlier}.`, 'Remove one of the two rows.');
        }
        else {
            entries.push(entry);
        }
        if (earlier === undefined)
            lines.set(key, line);
        if (key < lastKey)
            unsorted ??= problem(line, 'This row sorts before the row above it.', SORT);
        lastKey = key;
    }
    if (badLine !== undefined) {
        report(badLine.line, 'A quote in this row is not closed or is in the wrong place.', REPLACE);
    }
    return { value, problems, unsorted, isOutdated };
}
function unknownRuleHint(rule, rules) {
    const meant = (0,_text_did_you_mean_js__WEBPACK_IMPORTED_MODULE_4__/* .didYouMean */ .au)(rule, rules);
    const suggestion = meant === undefined ? '' : ` Did you mean ${(0,_text_display_js__WEBPACK_IMPORTED_MODULE_7__/* .shownText */ .f$)(meant)}?`;
    return `Correct the rule's id, or remove the rows of a rule that the policy no longer has.${suggestion}`;
}
/** Whether a `baseline.csv` starts with a byte order mark, and what separates its cells. */
function baselineFormat(bytes) {
    const start = new TextDecoder('utf-8', { ignoreBOM: true }).decode(bytes.subarray(0, 100));
    return { bom: start.startsWith('\uFEFF'), delimiter: (0,_files_csv_reader_js__WEBPACK_IMPORTED_MODULE_2__/* .delimiterOf */ .Vl)(start.replace('\uFEFF', ''), DELIMITERS) };
}
/** The columns without which an entry would accept other rows than the one that people saw; none if the file is no baseline. */
function missingColumns(cells) {
    if (cells[0] !== 'Rule' || !cells.includes('Found'))
        return [];
    return ['Item', 'Row'].filter((column) => !cells.includes(column));
}
function outdatedText(lacks) {
    const columns = `${lacks.length === 1 ? 'the column' : 'the columns'} ${(0,_text_numbers_js__WEBPACK_IMPORTED_MODULE_6__/* .listed */ .KE)(lacks, 'and')}`;
    return `The baseline lacks ${columns}, so it does not say which rows are accepted.`;
}
function hasColumns(cells) {
    return cells.length === _baseline_entry_js__WEBPACK_IMPORTED_MODULE_5__/* .BASELINE_COLUMNS */ .Ac.length && _baseline_entry_js__WEBPACK_IMPORTED_MODULE_5__/* .BASELINE_COLUMNS */ .Ac.every((column, index) => cells[index] === column);
}
/**
 * A warning if entries have mailboxes that the list does not have: a run never finds out about them, since it reads only
 * mailboxes of the list.
 */
function unlistedWarnings({ file, entries }, addresses) {
    const listAddresses = new Set(Array.from(addresses, _baseline_entry_js__WEBPACK_IMPORTED_MODULE_5__/* .writtenText */ .v4));
    // Entries about tables have no mailbox.
    const unlisted = entries.filter(({ address }) => address !== '' && !listAddresses.has(address.toLowerCase()));
    const [first] = unlisted;
    if (first === undefined)
        return [];
    const numbers = unlisted.map(({ line }) => String(line));
    const lines = `${unlisted.length === 1 ? 'line' : 'lines'} ${(0,_text_numbers_js__WEBPACK_IMPORTED_MODULE_6__/* .someNames */ .Xq)(numbers, String)}`;
    const what = (0,_text_numbers_js__WEBPACK_IMPORTED_MODULE_6__/* .counted */ .hS)(unlisted.length, 'entry of the baseline has a mailbox', 'entries of the baseline have mailboxes');
    const message = `${what} that the list does not have: ${file}, ${lines}.`;
    const hint = 'Remove the rows, or add the mailboxes to the list.';
    return [new _errors_js__WEBPACK_IMPORTED_MODULE_1__/* .UserError */ .yo('BASELINE_UNUSED', message, { hint, place: { file, line: first.line } })];
}


/***/ })

};
