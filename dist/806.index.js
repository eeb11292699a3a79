export const id = 806;
export const ids = [806,404];
export const modules = {

/***/ 2806:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

// ESM COMPAT FLAG
__webpack_require__.r(__webpack_exports__);

// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  readValidateInputs: () => (/* binding */ readValidateInputs),
  runValidate: () => (/* binding */ runValidate)
});

// EXTERNAL MODULE: ./src/errors.ts
var errors = __webpack_require__(83916);
// EXTERNAL MODULE: ./src/outputs/annotations.ts
var annotations = __webpack_require__(88944);
// EXTERNAL MODULE: ./src/outputs/markdown.ts
var markdown = __webpack_require__(10357);
// EXTERNAL MODULE: ./src/run/read-inputs.ts
var read_inputs = __webpack_require__(66339);
// EXTERNAL MODULE: ./src/run/log.ts
var log = __webpack_require__(23503);
// EXTERNAL MODULE: ./src/run/runner.ts
var runner = __webpack_require__(7927);
// EXTERNAL MODULE: ./src/text/numbers.ts
var numbers = __webpack_require__(92613);
// EXTERNAL MODULE: ./src/outputs/job-summary.ts
var job_summary = __webpack_require__(70572);
// EXTERNAL MODULE: ./src/mailboxes/list.ts + 5 modules
var list = __webpack_require__(63903);
// EXTERNAL MODULE: ./src/policy/baseline/baseline-file.ts
var baseline_file = __webpack_require__(45404);
// EXTERNAL MODULE: ./src/policy/load.ts
var load = __webpack_require__(58164);
// EXTERNAL MODULE: ./src/reports/choose.ts
var choose = __webpack_require__(4274);
;// CONCATENATED MODULE: ./src/actions/validate/check.ts




/** Checks the committed files, offline and without secrets. Throws only errors that are no UserError. `now`: epoch ms. */
async function check(inputs, workspace, now) {
    const { mailboxes: patterns, mailboxColumn: column, report, policy: policyFile, baseline: baselineFile } = inputs;
    const lists = patterns.length === 0 ? undefined : await (0,list/* checkMailboxLists */.i)({ patterns, workspace, column });
    const addresses = lists?.value.mailboxes.map(({ address }) => address.toLowerCase());
    const reports = await (0,choose/* checkReports */.UA)(report, workspace);
    const about = { workspace, reports: reports.value, complete: reports.problems.length === 0, addresses, now };
    const policy = policyFile === undefined ? undefined : await (0,load/* checkPolicy */.hM)(policyFile, about);
    const rules = policy?.value?.rules.map(({ id }) => id);
    const baseline = baselineFile === undefined ? undefined : await (0,baseline_file/* checkBaseline */.iW)(baselineFile, { workspace, rules, addresses });
    const checks = [lists, reports, policy, baseline].filter((checked) => checked !== undefined);
    return {
        mailboxes: lists?.value.length ?? 0,
        reports: reports.value.map(({ name }) => name),
        rules: rules?.length,
        errors: checks.flatMap(({ problems }) => problems),
        warnings: checks.flatMap(({ warnings = [] }) => warnings),
        moreErrors: lists?.moreProblems ?? 0,
        moreWarnings: lists?.moreWarnings ?? 0,
    };
}
/** Number of errors and warnings, including those that are only counted. */
function totals({ errors, warnings, moreErrors, moreWarnings }) {
    return { errors: errors.length + moreErrors, warnings: warnings.length + moreWarnings };
}
/** A place as compilers and editors write it, `reports/rules.yml:4:7`; '' without a place. */
function placeText(place) {
    if (place === undefined)
        return '';
    return [place.file, place.line, place.column].filter((part) => part !== undefined).join(':');
}

;// CONCATENATED MODULE: ./src/actions/validate/run.ts









/** GitHub shows ten errors and ten warnings of a step. https://docs.github.com/rest/checks/runs */
const MOST_SHOWN = 10;
/** In the summary. */
const MOST_LISTED = 200;
/** Runs the validate action and sets the exit code. Annotates the problems. Never rejects. */
async function runValidate(env, core) {
    try {
        const inputs = readValidateInputs(env);
        const { workspace, summaryFile } = (0,runner/* stepEnvironment */.a)(env);
        const checked = await check(inputs, workspace, Date.now());
        annotate(core, checked);
        core.setOutput('result', checked.errors.length === 0 ? 'pass' : 'error');
        core.setOutput('mailbox-count', checked.mailboxes);
        const { errors, warnings } = totals(checked);
        core.setOutput('error-count', errors);
        core.setOutput('warning-count', warnings);
        await (0,job_summary/* writeStepSummary */.oG)(core, summaryFile, summaryOf(checked));
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
/** Reads the inputs of the validate action. Throws a UserError `INPUT_MISSING` if there is nothing to check. */
function readValidateInputs(env) {
    const mailboxes = (0,read_inputs/* lines */.Mn)(env, 'mailboxes');
    const report = (0,read_inputs/* lines */.Mn)(env, 'report');
    const policy = (0,read_inputs/* text */.Qq)(env, 'policy');
    if (mailboxes.length === 0 && report.length === 0 && policy === undefined) {
        throw new errors/* UserError */.yo('INPUT_MISSING', 'There is nothing to check: "mailboxes", "report" and "policy" are empty.', {
            hint: 'Set "mailboxes" to mailbox lists, "report" to report files or "policy" to a policy file.',
        });
    }
    return { mailboxes, mailboxColumn: (0,read_inputs/* text */.Qq)(env, 'mailbox-column'), report, policy, baseline: (0,read_inputs/* baseline */._Z)(env) };
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
    return (0,errors/* reworded */.Fg)(error, text, error.hint);
}
function line({ code, message, place }) {
    return [placeText(place), code, message].filter((part) => part !== '').join(': ');
}
/** The job summary of a check in GitHub's Markdown. GitHub allows 1 MiB. */
function summaryOf(checked) {
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
        shown.length === 0 ? '' : (0,markdown/* markdownTable */.Qj)(['Place', '', 'Problem', 'What to do'], shown),
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


/***/ }),

/***/ 45404:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   iW: () => (/* binding */ checkBaseline),
/* harmony export */   readBaseline: () => (/* binding */ readBaseline)
/* harmony export */ });
/* unused harmony exports MAX_BASELINE_BYTES, readReplaceable, parseBaseline, baselineFormat */
/* harmony import */ var node_buffer__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(4573);
/* harmony import */ var node_buffer__WEBPACK_IMPORTED_MODULE_0___default = /*#__PURE__*/__webpack_require__.n(node_buffer__WEBPACK_IMPORTED_MODULE_0__);
/* harmony import */ var csv_parse_sync__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(25175);
/* harmony import */ var _errors_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(83916);
/* harmony import */ var _files_workspace_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(79622);
/* harmony import */ var _text_did_you_mean_js__WEBPACK_IMPORTED_MODULE_7__ = __webpack_require__(63180);
/* harmony import */ var _text_display_js__WEBPACK_IMPORTED_MODULE_6__ = __webpack_require__(24745);
/* harmony import */ var _text_numbers_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(92613);
/* harmony import */ var _baseline_entry_js__WEBPACK_IMPORTED_MODULE_5__ = __webpack_require__(97804);








/** GitHub rejects files of more than 100 MiB. 100,000 entries have some 15 MB. */
const MAX_BASELINE_BYTES = 100 * 1024 * 1024;
const MAX_PROBLEMS = 100;
const REPLACE = 'Replace the file with baseline.csv from the artifact of a run.';
const UPDATE = 'Run without "baseline", download the artifact, review its violations, and run "mailbox-report baseline update" with it.';
const SORT = `Sort the rows by rule, mailbox, item, column, value and row, or r${REPLACE.slice(1)}`;
/**
 * Reads the baseline of a run. Rejects with the UserError `BASELINE_FILE` for a file that is missing or has other columns,
 * an unknown rule or an entry twice; it names the first line with a mistake and counts the others.
 *
 * @param file path relative to the workspace, or absolute within it
 * @param workspace absolute path of the repository's checkout
 * @param rules ids of the policy's rules; undefined if they are not known
 */
async function readBaseline(file, workspace, rules) {
    return requireNoProblem(await openBaseline(file, workspace, rules));
}
function requireNoProblem({ value, problems }) {
    const [first, ...others] = problems;
    if (first === undefined)
        return value;
    if (others.length === 0)
        throw first;
    const more = (0,_text_numbers_js__WEBPACK_IMPORTED_MODULE_4__/* .counted */ .hS)(others.length, 'more problem follows', 'more problems follow');
    throw (0,_errors_js__WEBPACK_IMPORTED_MODULE_2__/* .reworded */ .Fg)(first, `${first.message.replace(/\.$/, '')} (${more}).`, first.hint);
}
/**
 * Reads the entries that `baseline update` replaces: none if the file lacks the columns that say which rows were accepted. Rejects
 * as `readBaseline` does.
 */
async function readReplaceable(file, workspace) {
    const checked = await openBaseline(file, workspace, undefined);
    return checked.isOutdated ? checked.value : requireNoProblem(checked);
}
/** Reads a baseline offline. The order of rows is a problem too. Rejects only for a bug. */
function checkBaseline(file, { workspace, rules, addresses }) {
    return (0,_errors_js__WEBPACK_IMPORTED_MODULE_2__/* .collectProblems */ .vX)(async () => {
        const { value, problems, unsorted } = await openBaseline(file, workspace, rules);
        return {
            value,
            problems: unsorted === undefined ? problems : [...problems, unsorted],
            warnings: addresses === undefined ? [] : unlistedWarnings(value, addresses),
        };
    });
}
async function openBaseline(file, workspace, rules) {
    const { bytes, shown } = await (0,_files_workspace_js__WEBPACK_IMPORTED_MODULE_3__/* .readWorkspaceFile */ .sL)(file, workspace, {
        ...{ code: 'BASELINE_FILE', noun: 'baseline', input: 'baseline', extensions: ['csv'], names: [] },
        maxBytes: MAX_BASELINE_BYTES,
    });
    return parseBaseline(bytes, shown, rules);
}
/** Parses the bytes of a `baseline.csv`, with commas or semicolons. `file`: its name in errors. */
function parseBaseline(bytes, file, rules) {
    const entries = [];
    const problems = [];
    let unsorted;
    let isOutdated = false;
    const value = { file, entries };
    if (!(0,node_buffer__WEBPACK_IMPORTED_MODULE_0__.isUtf8)(bytes)) {
        problems.push(new _errors_js__WEBPACK_IMPORTED_MODULE_2__/* .UserError */ .yo('BASELINE_FILE', `${file} is not UTF-8.`, { hint: REPLACE, place: { file } }));
        return { value, problems, unsorted, isOutdated };
    }
    const { records, brokenLine } = recordsOf(new TextDecoder().decode(bytes));
    const problem = (line, message, hint) => new _errors_js__WEBPACK_IMPORTED_MODULE_2__/* .UserError */ .yo('BASELINE_FILE', `${file}, line ${line}: ${message}`, { hint, place: { file, line } });
    const report = (line, message, hint) => {
        if (problems.length < MAX_PROBLEMS)
            problems.push(problem(line, message, hint));
    };
    const [header, ...rows] = records;
    if (header === undefined ? brokenLine === undefined : !hasColumns(header.cells)) {
        const missing = missingColumns(header?.cells ?? []);
        isOutdated = missing.length > 0;
        // With other columns, every row would be one more problem.
        if (isOutdated)
            report(header?.line ?? 1, outdatedText(missing), UPDATE);
        else
            report(header?.line ?? 1, `The columns are not ${_baseline_entry_js__WEBPACK_IMPORTED_MODULE_5__/* .BASELINE_COLUMNS */ .Ac.join(', ')}.`, REPLACE);
        return { value, problems, unsorted, isOutdated };
    }
    const known = rules === undefined ? undefined : new Set(rules.map(_baseline_entry_js__WEBPACK_IMPORTED_MODULE_5__/* .writtenText */ .v4));
    const lines = new Map();
    let lastKey = '';
    for (const { cells, line } of rows) {
        if (cells.length !== _baseline_entry_js__WEBPACK_IMPORTED_MODULE_5__/* .BASELINE_COLUMNS */ .Ac.length) {
            const has = (0,_text_numbers_js__WEBPACK_IMPORTED_MODULE_4__/* .counted */ .hS)(cells.length, 'cell', 'cells');
            report(line, `This row has ${has} instead of ${_baseline_entry_js__WEBPACK_IMPORTED_MODULE_5__/* .BASELINE_COLUMNS */ .Ac.length}.`, REPLACE);
            continue;
        }
        const entry = { ...(0,_baseline_entry_js__WEBPACK_IMPORTED_MODULE_5__/* .entryOf */ .Ms)(cells), line };
        const key = (0,_baseline_entry_js__WEBPACK_IMPORTED_MODULE_5__/* .baselineKey */ .x2)(entry);
        const earlier = lines.get(key);
        if (known?.has(entry.rule) === false) {
            report(line, `The policy has no rule ${(0,_text_display_js__WEBPACK_IMPORTED_MODULE_6__/* .shownText */ .f$)(entry.rule)}.`, unknownRuleHint(entry.rule, known));
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
    if (brokenLine !== undefined) {
        report(brokenLine, 'A quote in this row is not closed or is in the wrong place.', REPLACE);
    }
    return { value, problems, unsorted, isOutdated };
}
function unknownRuleHint(rule, rules) {
    const meant = (0,_text_did_you_mean_js__WEBPACK_IMPORTED_MODULE_7__/* .didYouMean */ .a)(rule, rules);
    const suggestion = meant === undefined ? '' : ` Did you mean ${(0,_text_display_js__WEBPACK_IMPORTED_MODULE_6__/* .shownText */ .f$)(meant)}?`;
    return `Correct the rule's id, or remove the rows of a rule that the policy no longer has.${suggestion}`;
}
/** The rows of a CSV. `brokenLine`: of a row after them that is not CSV. */
function recordsOf(csv) {
    // csv-parse counts a CRLF inside quotes as two lines.
    const text = csv.replace(/\r\n?/g, '\n');
    const records = [];
    let nextLine = 1;
    try {
        (0,csv_parse_sync__WEBPACK_IMPORTED_MODULE_1__/* .parse */ .qg)(text, {
            delimiter: delimiterOf(text),
            record_delimiter: '\n',
            relax_column_count: true,
            skip_empty_lines: true,
            on_record: (record, { lines }) => {
                const cells = Array.isArray(record) ? record.map(String) : [];
                records.push({ cells, line: lines - cells.join('').split('\n').length + 1 });
                nextLine = lines + 1;
                return null;
            },
        });
    }
    catch (error) {
        if (error instanceof csv_parse_sync__WEBPACK_IMPORTED_MODULE_1__/* .CsvError */ .J$)
            return { records, brokenLine: nextLine };
        throw error;
    }
    return { records, brokenLine: undefined };
}
/** Whether a `baseline.csv` starts with a byte order mark, and what separates its cells. */
function baselineFormat(bytes) {
    const start = new TextDecoder('utf-8', { ignoreBOM: true }).decode(bytes.subarray(0, 100));
    return { bom: start.startsWith('\uFEFF'), delimiter: delimiterOf(start.replace('\uFEFF', '')) };
}
function delimiterOf(text) {
    return /^"?Rule"?;/.test(text) ? ';' : ',';
}
/** The columns without which an entry would accept other rows than the one that people saw; none if the file is no baseline. */
function missingColumns(cells) {
    if (cells[0] !== 'Rule' || !cells.includes('Found'))
        return [];
    return ['Item', 'Row'].filter((column) => !cells.includes(column));
}
function outdatedText(missing) {
    const columns = `${missing.length === 1 ? 'the column' : 'the columns'} ${(0,_text_numbers_js__WEBPACK_IMPORTED_MODULE_4__/* .listed */ .KE)(missing, 'and')}`;
    return `The baseline lacks ${columns}, so it does not say which rows are accepted.`;
}
function hasColumns(cells) {
    return cells.length === _baseline_entry_js__WEBPACK_IMPORTED_MODULE_5__/* .BASELINE_COLUMNS */ .Ac.length && _baseline_entry_js__WEBPACK_IMPORTED_MODULE_5__/* .BASELINE_COLUMNS */ .Ac.every((column, at) => cells[at] === column);
}
/**
 * A warning if entries have mailboxes that the list does not have: a run never finds out about them, since it reads only
 * mailboxes of the list.
 */
function unlistedWarnings({ file, entries }, addresses) {
    const listed = new Set(Array.from(addresses, _baseline_entry_js__WEBPACK_IMPORTED_MODULE_5__/* .writtenText */ .v4));
    const unlisted = entries.filter(({ address }) => !listed.has(address.toLowerCase()));
    const [first] = unlisted;
    if (first === undefined)
        return [];
    const lines = (0,_text_numbers_js__WEBPACK_IMPORTED_MODULE_4__/* .someNames */ .Xq)(unlisted.map(({ line }) => String(line)), (line) => line);
    const what = (0,_text_numbers_js__WEBPACK_IMPORTED_MODULE_4__/* .counted */ .hS)(unlisted.length, 'entry of the baseline has a mailbox', 'entries of the baseline have mailboxes');
    const message = `${what} that the list does not have: ${file}, ${unlisted.length === 1 ? 'line' : 'lines'} ${lines}.`;
    const hint = 'Remove the rows, or add the mailboxes to the list.';
    return [new _errors_js__WEBPACK_IMPORTED_MODULE_2__/* .UserError */ .yo('BASELINE_UNUSED', message, { hint, place: { file, line: first.line } })];
}


/***/ })

};
