export const id = 982;
export const ids = [982];
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

/***/ 90982:
/***/ ((module, __webpack_exports__, __webpack_require__) => {

__webpack_require__.a(module, async (__webpack_handle_async_dependencies__, __webpack_async_result__) => { try {
__webpack_require__.r(__webpack_exports__);
/* harmony import */ var _actions_core__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(91659);
/* harmony import */ var _run_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(56598);


await (0,_run_js__WEBPACK_IMPORTED_MODULE_1__/* .runValidate */ .E)(process.env, _actions_core__WEBPACK_IMPORTED_MODULE_0__);

__webpack_async_result__();
} catch(e) { __webpack_async_result__(e); } }, 1);

/***/ }),

/***/ 56598:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  E: () => (/* binding */ runValidate)
});

// EXTERNAL MODULE: ./src/errors.ts
var src_errors = __webpack_require__(83916);
// EXTERNAL MODULE: ./src/output/annotations.ts
var annotations = __webpack_require__(3151);
// EXTERNAL MODULE: ./src/runner/log.ts
var log = __webpack_require__(47708);
// EXTERNAL MODULE: ./src/text/numbers.ts
var numbers = __webpack_require__(92613);
// EXTERNAL MODULE: ./src/output/summary/summary.ts + 4 modules
var summary = __webpack_require__(77235);
// EXTERNAL MODULE: ./src/mailboxes/address.ts
var mailboxes_address = __webpack_require__(16592);
// EXTERNAL MODULE: ./src/mailboxes/find-files.ts
var find_files = __webpack_require__(65519);
// EXTERNAL MODULE: ./src/mailboxes/list-format.ts
var list_format = __webpack_require__(31392);
// EXTERNAL MODULE: ./src/mailboxes/list-file.ts + 3 modules
var list_file = __webpack_require__(5687);
;// CONCATENATED MODULE: ./src/mailboxes/check-lists.ts





const MAX_KEPT = 1_000;
/**
 * Finds every mistake in the mailbox lists of a repository, with line and column, whereas `readMailboxLists` stops at the
 * first file with one: entries that are not addresses, and duplicates. Messages do not repeat addresses. Throws only
 * errors that are not UserErrors.
 */
async function checkMailboxLists(options) {
    const check = new ListCheck(options.column);
    const files = new Map();
    for (const pattern of options.patterns) {
        await check.collect(async () => {
            for (const file of await (0,find_files/* findListFiles */.lq)([pattern], options.workspace)) {
                if (!files.has(file.realPath))
                    files.set(file.realPath, file);
            }
        });
    }
    const all = [...files.values()];
    await check.collect(async () => {
        (0,list_file/* requireListSize */.Dl)(all);
        for (const file of all)
            await check.collect(() => check.file(file));
        check.requireMailbox(all);
    });
    return check;
}
class ListCheck {
    errors = [];
    warnings = [];
    moreErrors = 0;
    moreWarnings = 0;
    #column;
    /** The place of each address by the address in lower case. */
    #places = new Map();
    constructor(column) {
        this.#column = column;
    }
    get addresses() {
        return this.#places.keys();
    }
    get mailboxes() {
        return this.#places.size;
    }
    /** Adds a UserError of a step to the errors. */
    async collect(step) {
        try {
            await step();
        }
        catch (error) {
            if (!(error instanceof src_errors/* UserError */.yo))
                throw error;
            this.errors.push(error);
        }
    }
    async file(listed) {
        const { file } = listed;
        const reader = (0,list_file/* readerFor */.d2)(listed);
        reader(await (0,list_file/* listText */.so)(listed), { file, column: this.#column }, (found, line, columnOf) => {
            const address = found.trim();
            const place = () => {
                const column = columnOf();
                return { file, line, ...(column === undefined ? {} : { column }) };
            };
            if (!(0,mailboxes_address/* isMailboxId */.GB)(address))
                this.#malformed(() => (0,list_format/* malformedAddress */.oQ)(address, place()));
            else
                this.#address(address, { file, line }, place);
        });
    }
    requireMailbox(files) {
        if (this.mailboxes === 0 && this.errors.length === 0)
            throw (0,list_file/* emptyError */.CA)(files.map(({ file }) => file));
    }
    #address(address, listedAt, place) {
        const key = address.toLowerCase();
        const earlier = this.#places.get(key);
        if (earlier === undefined)
            this.#places.set(key, listedAt);
        else if (this.warnings.length < MAX_KEPT)
            this.warnings.push(repeatedAddress(earlier, place()));
        else
            this.moreWarnings += 1;
    }
    #malformed(make) {
        if (this.errors.length < MAX_KEPT)
            this.errors.push(make());
        else
            this.moreErrors += 1;
    }
}
function repeatedAddress({ file, line }, place) {
    return new src_errors/* UserError */.yo('ADDRESS_REPEATED', `The address is already in ${file}, line ${line}.`, {
        hint: 'Remove one of them. Addresses compare without case, and each mailbox is reported once.',
        place,
    });
}

// EXTERNAL MODULE: ./src/policy/baseline/baseline-file.ts
var baseline_file = __webpack_require__(45404);
;// CONCATENATED MODULE: ./src/policy/baseline/check-baseline.ts



/** Checks a baseline offline. `file`: undefined if there is none. Rejects only for a bug. */
async function checkBaseline(file, { workspace, rules, addresses }) {
    if (file === undefined)
        return { errors: [], warnings: [] };
    try {
        const { baseline, errors, order } = await (0,baseline_file/* openBaseline */.Eg)(file, workspace, rules);
        return {
            errors: order === undefined ? errors : [...errors, order],
            warnings: addresses === undefined ? [] : unlistedWarnings(baseline, new Set(addresses)),
        };
    }
    catch (error) {
        if (!(error instanceof src_errors/* UserError */.yo))
            throw error;
        return { errors: [error], warnings: [] };
    }
}
/** A run never finds out about such entries, since it reads only mailboxes of the list. */
function unlistedWarnings({ file, entries }, listed) {
    const unlisted = entries.filter(({ address }) => !listed.has(address.toLowerCase()));
    const [first] = unlisted;
    if (first === undefined)
        return [];
    const lines = (0,numbers/* someNames */.Xq)(unlisted.map(({ line }) => String(line)), (line) => line);
    const what = (0,numbers/* counted */.hS)(unlisted.length, 'entry of the baseline has a mailbox', 'entries of the baseline have mailboxes');
    const message = `${what} that the list does not have: ${file}, ${unlisted.length === 1 ? 'line' : 'lines'} ${lines}.`;
    const hint = 'Remove the rows, or add the mailboxes to the list.';
    return [new src_errors/* UserError */.yo('BASELINE_UNUSED', message, { hint, place: { file, line: first.line } })];
}

// EXTERNAL MODULE: ./src/policy/load.ts
var load = __webpack_require__(58164);
// EXTERNAL MODULE: ./src/reports/choose.ts
var choose = __webpack_require__(4274);
// EXTERNAL MODULE: ./src/reports/file/open.ts + 12 modules
var file_open = __webpack_require__(37768);
;// CONCATENATED MODULE: ./src/reports/check-reports.ts



/**
 * Finds all mistakes in reports, while `chooseReports` stops at the first. Rejects only with errors that are no UserError.
 *
 * @param names the entries of the input "report"
 * @param workspace absolute path of the repository's checkout
 */
async function checkReports(names, workspace) {
    const chosen = new choose/* ChosenReports */.Gv();
    const errors = [];
    const warnings = [];
    for (const entry of names) {
        try {
            if (!(0,choose/* isReportFile */.NK)(entry)) {
                chosen.add(entry, (0,choose/* namedReport */.Ke)(entry));
                continue;
            }
            const found = await (0,file_open/* openReportFile */.x)(entry, workspace);
            if (found.ok) {
                warnings.push(...found.warnings.map(fileError));
                chosen.add(entry, found.definition);
            }
            else
                errors.push(...found.problems.map(fileError));
        }
        catch (error) {
            if (!(error instanceof src_errors/* UserError */.yo))
                throw error;
            errors.push(error);
        }
    }
    return { reports: chosen.all(), errors, warnings };
}
function fileError({ message, hint, place }) {
    return new src_errors/* UserError */.yo('REPORT_FILE', message, { hint, place });
}

;// CONCATENATED MODULE: ./src/validate/check.ts




/** Checks the committed files, offline and without secrets. Throws only errors that are no UserError. `now`: epoch ms. */
async function check(inputs, workspace, now) {
    const { mailboxes: patterns, mailboxColumn: column, report, policy: policyFile, baseline: baselineFile } = inputs;
    const lists = patterns.length === 0
        ? { mailboxes: 0, addresses: undefined, errors: [], warnings: [], moreErrors: 0, moreWarnings: 0 }
        : await checkMailboxLists({ patterns, workspace, column });
    const { reports, errors, warnings } = await checkReports(report, workspace);
    const policy = await (0,load/* checkPolicy */.hM)(policyFile, {
        ...{ workspace, reports, complete: errors.length === 0 },
        ...{ addresses: lists.addresses, now },
    });
    const baseline = await checkBaseline(baselineFile, { workspace, rules: policy.rules, addresses: lists.addresses });
    return {
        mailboxes: lists.mailboxes,
        reports: reports.map(({ name }) => name),
        rules: policy.rules?.length,
        errors: [...lists.errors, ...errors, ...policy.errors, ...baseline.errors],
        warnings: [...lists.warnings, ...warnings, ...policy.warnings, ...baseline.warnings],
        moreErrors: lists.moreErrors,
        moreWarnings: lists.moreWarnings,
    };
}
/** Number of errors and warnings, including those that are only counted. */
function totals({ errors, warnings, moreErrors, moreWarnings }) {
    return { errors: errors.length + moreErrors, warnings: warnings.length + moreWarnings };
}

;// CONCATENATED MODULE: ./src/validate/place-text.ts
/** A place as compilers and editors write it, `reports/rules.yml:4:7`; '' without a place. */
function placeText(place) {
    if (place === undefined)
        return '';
    return [place.file, place.line, place.column].filter((part) => part !== undefined).join(':');
}

// EXTERNAL MODULE: ./src/inputs.ts
var inputs = __webpack_require__(38422);
// EXTERNAL MODULE: ./src/runner/inputs.ts
var runner_inputs = __webpack_require__(39205);
;// CONCATENATED MODULE: ./src/validate/inputs.ts



/** Reads the inputs of the validate action. Throws a UserError `INPUT_MISSING` if there is nothing to check. */
function readValidateInputs(env) {
    const mailboxes = (0,runner_inputs/* lines */.Mn)(env, 'mailboxes');
    const report = (0,runner_inputs/* lines */.Mn)(env, 'report');
    const policy = (0,runner_inputs/* text */.Qq)(env, 'policy');
    if (mailboxes.length === 0 && report.length === 0 && policy === undefined) {
        throw new src_errors/* UserError */.yo('INPUT_MISSING', 'There is nothing to check: "mailboxes", "report" and "policy" are empty.', {
            hint: 'Set "mailboxes" to mailbox lists, "report" to report files or "policy" to a policy file.',
        });
    }
    return { mailboxes, mailboxColumn: (0,runner_inputs/* text */.Qq)(env, 'mailbox-column'), report, policy, baseline: (0,inputs/* baseline */._Z)(env) };
}

// EXTERNAL MODULE: ./src/output/summary/markdown.ts
var markdown = __webpack_require__(72777);
;// CONCATENATED MODULE: ./src/validate/summary.ts




const MOST_LISTED = 200;
/** The job summary of a check in GitHub's Markdown. GitHub allows 1 MiB. */
function checkedSummary(checked) {
    const { mailboxes, reports, rules, errors, warnings } = checked;
    const all = totals(checked);
    const found = [...errors.map(row('error')), ...warnings.map(row('warning'))];
    const shown = found.slice(0, MOST_LISTED);
    const hidden = all.errors + all.warnings - shown.length;
    return [
        `## Mailbox Report: ${errors.length === 0 ? 'valid' : 'not valid'}\n\n`,
        `${(0,numbers/* counted */.hS)(all.errors, 'error', 'errors')}, ${(0,numbers/* counted */.hS)(all.warnings, 'warning', 'warnings')} in `,
        `${(0,numbers/* counted */.hS)(mailboxes, 'mailbox', 'mailboxes')} and ${(0,numbers/* counted */.hS)(reports.length, 'report', 'reports')}`,
        rules === undefined ? '' : `, a policy of ${(0,numbers/* counted */.hS)(rules, 'rule', 'rules')}`,
        '.\n\n',
        shown.length === 0 ? '' : (0,markdown/* markdownTable */.Qj)(['Place', '', 'Problem', 'What to do'], shown, false),
        hidden === 0 ? '' : `and ${(0,numbers/* count */.U9)(hidden)} more: see the log\n`,
    ].join('');
}
function row(level) {
    return ({ code, message, hint, place }) => [
        (0,markdown/* markdownText */.p7)(placeText(place), 300),
        `${level} ${(0,markdown/* markdownCode */.D9)(code)}`,
        (0,markdown/* markdownText */.p7)(message, 500),
        (0,markdown/* markdownText */.p7)(hint, 500),
    ];
}

;// CONCATENATED MODULE: ./src/validate/run.ts









/** GitHub shows ten errors and ten warnings of a step. https://docs.github.com/rest/checks/runs */
const MOST_SHOWN = 10;
/** Runs the validate action and sets the exit code. Annotates the problems. Never rejects. */
async function runValidate(env, core) {
    try {
        const inputs = readValidateInputs(env);
        const checked = await check(inputs, env.GITHUB_WORKSPACE ?? process.cwd(), Date.now());
        annotate(core, checked);
        core.setOutput('result', checked.errors.length === 0 ? 'pass' : 'error');
        core.setOutput('mailbox-count', checked.mailboxes);
        const { errors, warnings } = totals(checked);
        core.setOutput('error-count', errors);
        core.setOutput('warning-count', warnings);
        await (0,summary/* writeStepSummary */.oG)(core, env, checkedSummary(checked));
        if (checked.errors.length > 0)
            process.exitCode = 1;
    }
    catch (error) {
        process.exitCode = 1;
        core.setOutput('result', 'error');
        core.setOutput('error-count', 1);
        (0,annotations/* annotateError */.TF)(core, error);
    }
}
function annotate(core, checked) {
    const { mailboxes, reports, rules, errors, warnings } = checked;
    const named = reports.length === 0 ? '' : `; reports: ${reports.join(', ')}`;
    const ruleText = rules === undefined ? '' : `; ${(0,numbers/* counted */.hS)(rules, 'rule', 'rules')}`;
    core.info((0,log/* logText */.kc)(`${(0,numbers/* counted */.hS)(mailboxes, 'mailbox', 'mailboxes')}${named}${ruleText}`));
    for (const error of errors.slice(0, MOST_SHOWN))
        (0,annotations/* annotateError */.TF)(core, placed(error));
    for (const warning of warnings.slice(0, MOST_SHOWN))
        (0,annotations/* annotateWarning */.tf)(core, placed(warning));
    for (const rest of [...errors.slice(MOST_SHOWN), ...warnings.slice(MOST_SHOWN)])
        core.info((0,log/* logText */.kc)(line(rest)));
    const all = totals(checked);
    const more = all.errors + all.warnings - errors.length - warnings.length;
    if (more > 0)
        core.info(`and ${(0,numbers/* count */.U9)(more)} more`);
    core.info(`${(0,numbers/* counted */.hS)(all.errors, 'error', 'errors')}, ${(0,numbers/* counted */.hS)(all.warnings, 'warning', 'warnings')}`);
}
/** The message includes the place, because the log shows only the message of an annotation. */
function placed(error) {
    const text = [placeText(error.place), error.message].filter((part) => part !== '').join(': ');
    return (0,src_errors/* reworded */.Fg)(error, text, error.hint);
}
function line({ code, message, place }) {
    return [placeText(place), code, message].filter((part) => part !== '').join(': ');
}


/***/ })

};
