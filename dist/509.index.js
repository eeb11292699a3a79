export const id = 509;
export const ids = [509,404,858];
export const modules = {

/***/ 70509:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

__webpack_require__.r(__webpack_exports__);
/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   check: () => (/* binding */ check),
/* harmony export */   placeText: () => (/* binding */ placeText),
/* harmony export */   readValidateInputs: () => (/* binding */ readValidateInputs),
/* harmony export */   runValidate: () => (/* binding */ runValidate),
/* harmony export */   totals: () => (/* binding */ totals)
/* harmony export */ });
/* harmony import */ var _errors_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(83916);
/* harmony import */ var _mailboxes_list_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(24208);
/* harmony import */ var _outputs_files_csv_sinks_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(84611);
/* harmony import */ var _policy_baseline_baseline_file_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(45404);
/* harmony import */ var _policy_load_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(58164);
/* harmony import */ var _reports_built_in_js__WEBPACK_IMPORTED_MODULE_5__ = __webpack_require__(46423);
/* harmony import */ var _reports_choose_js__WEBPACK_IMPORTED_MODULE_6__ = __webpack_require__(4274);
/* harmony import */ var _reports_definition_js__WEBPACK_IMPORTED_MODULE_7__ = __webpack_require__(54530);
/* harmony import */ var _run_config_file_js__WEBPACK_IMPORTED_MODULE_8__ = __webpack_require__(87858);
/* harmony import */ var _run_read_inputs_js__WEBPACK_IMPORTED_MODULE_9__ = __webpack_require__(66339);
/* harmony import */ var _outputs_annotations_js__WEBPACK_IMPORTED_MODULE_10__ = __webpack_require__(88944);
/* harmony import */ var _outputs_markdown_js__WEBPACK_IMPORTED_MODULE_15__ = __webpack_require__(10357);
/* harmony import */ var _run_log_js__WEBPACK_IMPORTED_MODULE_14__ = __webpack_require__(23503);
/* harmony import */ var _run_runner_js__WEBPACK_IMPORTED_MODULE_11__ = __webpack_require__(11072);
/* harmony import */ var _text_numbers_js__WEBPACK_IMPORTED_MODULE_13__ = __webpack_require__(92613);
/* harmony import */ var _outputs_job_summary_js__WEBPACK_IMPORTED_MODULE_12__ = __webpack_require__(70572);
















/** GitHub shows ten errors and ten warnings of a step. https://docs.github.com/rest/checks/runs */
const MOST_SHOWN = 10;
/** In the summary. */
const MOST_LISTED = 200;
/** Runs the validate action and sets the exit code. Annotates the problems. Never rejects. */
async function runValidate(env, core) {
    try {
        const { workspace, summaryFile } = (0,_run_runner_js__WEBPACK_IMPORTED_MODULE_11__/* .stepEnvironment */ .a)(env);
        const checked = await check(env, workspace, Date.now());
        annotate(core, checked);
        core.setOutput('result', checked.errors.length === 0 ? 'pass' : 'error');
        core.setOutput('mailbox-count', checked.mailboxes);
        const { errors, warnings } = totals(checked);
        core.setOutput('error-count', errors);
        core.setOutput('warning-count', warnings);
        await (0,_outputs_job_summary_js__WEBPACK_IMPORTED_MODULE_12__/* .writeStepSummary */ .oG)(core, summaryFile, summaryOf(checked));
        if (checked.errors.length > 0)
            process.exitCode = 1;
    }
    catch (error) {
        process.exitCode = 1;
        core.setOutput('result', 'error');
        core.setOutput('error-count', 1);
        (0,_outputs_annotations_js__WEBPACK_IMPORTED_MODULE_10__/* .annotateError */ .TF)(core, error);
    }
}
function annotate(core, checked) {
    const { mailboxes, reports, rules, errors, warnings } = checked;
    const reportText = reports.length === 0 ? '' : `; reports: ${reports.join(', ')}`;
    const ruleText = rules === undefined ? '' : `; ${(0,_text_numbers_js__WEBPACK_IMPORTED_MODULE_13__/* .counted */ .hS)(rules, 'rule', 'rules')}`;
    core.info((0,_run_log_js__WEBPACK_IMPORTED_MODULE_14__/* .logText */ .kc)(`${(0,_text_numbers_js__WEBPACK_IMPORTED_MODULE_13__/* .counted */ .hS)(mailboxes, 'mailbox', 'mailboxes')}${reportText}${ruleText}`));
    for (const error of errors.slice(0, MOST_SHOWN))
        (0,_outputs_annotations_js__WEBPACK_IMPORTED_MODULE_10__/* .annotateError */ .TF)(core, placed(error));
    for (const warning of warnings.slice(0, MOST_SHOWN))
        (0,_outputs_annotations_js__WEBPACK_IMPORTED_MODULE_10__/* .annotateWarning */ .tf)(core, placed(warning));
    for (const rest of [...errors.slice(MOST_SHOWN), ...warnings.slice(MOST_SHOWN)])
        core.info((0,_run_log_js__WEBPACK_IMPORTED_MODULE_14__/* .logText */ .kc)(line(rest)));
    const all = totals(checked);
    const hiddenCount = all.errors + all.warnings - errors.length - warnings.length;
    if (hiddenCount > 0)
        core.info(`and ${(0,_text_numbers_js__WEBPACK_IMPORTED_MODULE_13__/* .count */ .U9)(hiddenCount)} more`);
    core.info(`${(0,_text_numbers_js__WEBPACK_IMPORTED_MODULE_13__/* .counted */ .hS)(all.errors, 'error', 'errors')}, ${(0,_text_numbers_js__WEBPACK_IMPORTED_MODULE_13__/* .counted */ .hS)(all.warnings, 'warning', 'warnings')}`);
}
/** The message includes the place, because the log shows only the message of an annotation. */
function placed(error) {
    const text = [placeText(error.place), error.message].filter((part) => part !== '').join(': ');
    return (0,_errors_js__WEBPACK_IMPORTED_MODULE_0__/* .reworded */ .Fg)(error, text, error.hint);
}
function line({ code, message, place }) {
    return [placeText(place), code, message].filter((part) => part !== '').join(': ');
}
/** The job summary of a check in GitHub's Markdown. GitHub allows 1 MiB. */
function summaryOf(checked) {
    const { mailboxes, reports, rules, errors, warnings } = checked;
    const all = totals(checked);
    const problems = [...errors.map(row('error')), ...warnings.map(row('warning'))];
    const visible = problems.slice(0, MOST_LISTED);
    const hidden = all.errors + all.warnings - visible.length;
    return [
        `## Mailbox Report: ${errors.length === 0 ? 'valid' : 'not valid'}\n\n`,
        `${(0,_text_numbers_js__WEBPACK_IMPORTED_MODULE_13__/* .counted */ .hS)(all.errors, 'error', 'errors')}, ${(0,_text_numbers_js__WEBPACK_IMPORTED_MODULE_13__/* .counted */ .hS)(all.warnings, 'warning', 'warnings')} in `,
        `${(0,_text_numbers_js__WEBPACK_IMPORTED_MODULE_13__/* .counted */ .hS)(mailboxes, 'mailbox', 'mailboxes')} and ${(0,_text_numbers_js__WEBPACK_IMPORTED_MODULE_13__/* .counted */ .hS)(reports.length, 'report', 'reports')}`,
        rules === undefined ? '' : `, a policy of ${(0,_text_numbers_js__WEBPACK_IMPORTED_MODULE_13__/* .counted */ .hS)(rules, 'rule', 'rules')}`,
        '.\n\n',
        visible.length === 0 ? '' : (0,_outputs_markdown_js__WEBPACK_IMPORTED_MODULE_15__/* .markdownTable */ .Qj)(['Place', '', 'Problem', 'What to do'], visible),
        hidden === 0 ? '' : `and ${(0,_text_numbers_js__WEBPACK_IMPORTED_MODULE_13__/* .count */ .U9)(hidden)} more: see the log\n`,
    ].join('');
}
function row(level) {
    return ({ code, message, hint, place }) => [
        (0,_outputs_markdown_js__WEBPACK_IMPORTED_MODULE_15__/* .markdownText */ .p7)(placeText(place), 300),
        `${level} ${(0,_outputs_markdown_js__WEBPACK_IMPORTED_MODULE_15__/* .markdownCode */ .D9)(code)}`,
        (0,_outputs_markdown_js__WEBPACK_IMPORTED_MODULE_15__/* .markdownText */ .p7)(message, 500),
        (0,_outputs_markdown_js__WEBPACK_IMPORTED_MODULE_15__/* .markdownText */ .p7)(hint, 500),
    ];
}
/** Reads the inputs of the validate action. Throws a UserError `INPUT_MISSING` if there is nothing to check. */
function readValidateInputs(env) {
    const inputs = (0,_run_read_inputs_js__WEBPACK_IMPORTED_MODULE_9__/* .readInputs */ .Ko)(env, 'validate');
    const { mailboxes, report, policy } = inputs;
    if ((0,_run_read_inputs_js__WEBPACK_IMPORTED_MODULE_9__/* .text */ .Qq)(env, 'config') !== undefined || mailboxes.lists.length + report.length > 0 || policy !== undefined)
        return inputs;
    throw new _errors_js__WEBPACK_IMPORTED_MODULE_0__/* .UserError */ .yo('INPUT_MISSING', 'There is nothing to check: "mailboxes" names no list, and "report" and "policy" are empty.', {
        hint: 'Set "mailboxes" to mailbox lists, "report" to report files, "policy" to a policy file, or "config" to a file that names them.',
    });
}
/**
 * Checks the committed files, offline and without secrets. `env` has the inputs; those that are blank are taken from the file of
 * `config`. Throws UserErrors about inputs only.
 */
async function check(env, workspace, now) {
    const file = (0,_run_read_inputs_js__WEBPACK_IMPORTED_MODULE_9__/* .text */ .Qq)(env, 'config');
    const config = file === undefined ? undefined : await (0,_run_config_file_js__WEBPACK_IMPORTED_MODULE_8__/* .checkConfig */ .l2)(file, workspace);
    const inputs = readValidateInputs((0,_run_config_file_js__WEBPACK_IMPORTED_MODULE_8__/* .withFile */ .D4)(env, config?.value ?? {}));
    const { addressColumn: column, extraColumns: columns } = inputs;
    const { lists: patterns, all } = inputs.mailboxes;
    const { report, policy: policyFile, baseline: baselineFile } = inputs;
    const lists = patterns.length === 0 ? undefined : await (0,_mailboxes_list_js__WEBPACK_IMPORTED_MODULE_1__/* .checkMailboxLists */ .i)({ patterns, workspace, column, columns });
    const listColumns = lists?.value.columns ?? columns;
    // With `all`, a run also has mailboxes that no list names.
    const addresses = all ? undefined : lists?.value.mailboxes.map(({ address }) => address.toLowerCase());
    const reports = await (0,_reports_choose_js__WEBPACK_IMPORTED_MODULE_6__/* .checkReports */ .UA)(report, workspace);
    const context = {
        workspace,
        reports: reports.value,
        complete: reports.problems.length === 0,
        addresses,
        listColumns,
        now,
    };
    const policy = policyFile === undefined ? undefined : await (0,_policy_load_js__WEBPACK_IMPORTED_MODULE_4__/* .checkPolicy */ .hM)(policyFile, context);
    const rules = policy?.value?.rules.map(({ id }) => id);
    const checkedBaseline = baselineFile === undefined ? undefined : await (0,_policy_baseline_baseline_file_js__WEBPACK_IMPORTED_MODULE_3__/* .checkBaseline */ .iW)(baselineFile, workspace, rules, addresses);
    const available = new Map([..._reports_built_in_js__WEBPACK_IMPORTED_MODULE_5__/* .builtInReports */ .vc, ...reports.value.map((one) => [one.name, one])]);
    const ruleReports = policy?.value === undefined ? new Set() : (0,_policy_load_js__WEBPACK_IMPORTED_MODULE_4__/* .reportsOfPolicy */ .r8)(policy.value, available);
    const definitions = [...reports.value, ...[..._reports_built_in_js__WEBPACK_IMPORTED_MODULE_5__/* .builtInReports */ .vc.values()].filter(({ name }) => ruleReports.has(name))];
    // A policy alone does not say which reports are in the run.
    const lacking = (reports.value.some(_reports_definition_js__WEBPACK_IMPORTED_MODULE_7__/* .isDerivedReport */ ._S) ? (0,_reports_choose_js__WEBPACK_IMPORTED_MODULE_6__/* .lackingSource */ .Hl)(definitions) : undefined) ?? [];
    const collisions = columns.length === 0 ? [] : (0,_outputs_files_csv_sinks_js__WEBPACK_IMPORTED_MODULE_2__/* .columnCollisions */ .gM)(definitions, listColumns);
    const checks = [config, lists, reports, policy, checkedBaseline].filter((checked) => checked !== undefined);
    return {
        mailboxes: lists?.value.length ?? 0,
        reports: reports.value.map(({ name }) => name),
        rules: rules?.length,
        errors: [...checks.flatMap(({ problems }) => problems), ...collisions].concat(lacking),
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
/* harmony import */ var _errors_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(83916);
/* harmony import */ var _files_csv_reader_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(44315);
/* harmony import */ var _files_workspace_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(79622);
/* harmony import */ var _text_did_you_mean_js__WEBPACK_IMPORTED_MODULE_7__ = __webpack_require__(63180);
/* harmony import */ var _text_display_js__WEBPACK_IMPORTED_MODULE_6__ = __webpack_require__(24745);
/* harmony import */ var _text_numbers_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(92613);
/* harmony import */ var _baseline_entry_js__WEBPACK_IMPORTED_MODULE_5__ = __webpack_require__(97804);








/** GitHub rejects files of more than 100 MiB. 100,000 entries have some 15 MB. */
const MAX_BASELINE_BYTES = 100 * 1024 * 1024;
const DELIMITERS = [',', ';'];
const MAX_PROBLEMS = 100;
const REPLACE = 'Replace the file with baseline.csv from the artifact of a run.';
const UPDATE = 'Run without "baseline", download the artifact, review its violations, and run "mailbox-report baseline update" with it.';
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
    const furtherText = (0,_text_numbers_js__WEBPACK_IMPORTED_MODULE_4__/* .counted */ .hS)(furtherProblems.length, 'more problem follows', 'more problems follow');
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
            const has = (0,_text_numbers_js__WEBPACK_IMPORTED_MODULE_4__/* .counted */ .hS)(cells.length, 'cell', 'cells');
            report(line, `This row has ${has} instead of ${_baseline_entry_js__WEBPACK_IMPORTED_MODULE_5__/* .BASELINE_COLUMNS */ .Ac.length}.`, REPLACE);
            continue;
        }
        const entry = { ...(0,_baseline_entry_js__WEBPACK_IMPORTED_MODULE_5__/* .entryOf */ .Ms)(cells), line };
        const key = (0,_baseline_entry_js__WEBPACK_IMPORTED_MODULE_5__/* .baselineKey */ .x2)(entry);
        const earlier = lines.get(key);
        if (ruleIds?.has(entry.rule) === false) {
            report(line, `The policy has no rule ${(0,_text_display_js__WEBPACK_IMPORTED_MODULE_6__/* .shownText */ .f$)(entry.rule)}.`, unknownRuleHint(entry.rule, ruleIds));
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
    const meant = (0,_text_did_you_mean_js__WEBPACK_IMPORTED_MODULE_7__/* .didYouMean */ .a)(rule, rules);
    const suggestion = meant === undefined ? '' : ` Did you mean ${(0,_text_display_js__WEBPACK_IMPORTED_MODULE_6__/* .shownText */ .f$)(meant)}?`;
    return `Correct the rule's id, or remove the rows of a rule that the policy no longer has.${suggestion}`;
}
/** Whether a `baseline.csv` starts with a byte order mark, and what separates its cells. */
function baselineFormat(bytes) {
    const start = new TextDecoder('utf-8', { ignoreBOM: true }).decode(bytes.subarray(0, 100));
    return { bom: start.startsWith('\uFEFF'), delimiter: delimiterOf(start.replace('\uFEFF', ''), DELIMITERS) };
}
/** The columns without which an entry would accept other rows than the one that people saw; none if the file is no baseline. */
function missingColumns(cells) {
    if (cells[0] !== 'Rule' || !cells.includes('Found'))
        return [];
    return ['Item', 'Row'].filter((column) => !cells.includes(column));
}
function outdatedText(lacks) {
    const columns = `${lacks.length === 1 ? 'the column' : 'the columns'} ${(0,_text_numbers_js__WEBPACK_IMPORTED_MODULE_4__/* .listed */ .KE)(lacks, 'and')}`;
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
    const unlisted = entries.filter(({ address }) => !listAddresses.has(address.toLowerCase()));
    const [first] = unlisted;
    if (first === undefined)
        return [];
    const numbers = unlisted.map(({ line }) => String(line));
    const lines = `${unlisted.length === 1 ? 'line' : 'lines'} ${(0,_text_numbers_js__WEBPACK_IMPORTED_MODULE_4__/* .someNames */ .Xq)(numbers, String)}`;
    const what = (0,_text_numbers_js__WEBPACK_IMPORTED_MODULE_4__/* .counted */ .hS)(unlisted.length, 'entry of the baseline has a mailbox', 'entries of the baseline have mailboxes');
    const message = `${what} that the list does not have: ${file}, ${lines}.`;
    const hint = 'Remove the rows, or add the mailboxes to the list.';
    return [new _errors_js__WEBPACK_IMPORTED_MODULE_1__/* .UserError */ .yo('BASELINE_UNUSED', message, { hint, place: { file, line: first.line } })];
}


/***/ }),

/***/ 87858:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   D4: () => (/* binding */ withFile),
/* harmony export */   l2: () => (/* binding */ checkConfig),
/* harmony export */   withConfig: () => (/* binding */ withConfig)
/* harmony export */ });
/* unused harmony exports CONFIG_SCHEMA, parseConfigFile, configFileOf, readConfig, fileSettings */
/* harmony import */ var node_fs__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(73024);
/* harmony import */ var node_fs__WEBPACK_IMPORTED_MODULE_0___default = /*#__PURE__*/__webpack_require__.n(node_fs__WEBPACK_IMPORTED_MODULE_0__);
/* harmony import */ var yaml__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(38815);
/* harmony import */ var _errors_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(83916);
/* harmony import */ var _files_fields_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(59682);
/* harmony import */ var _files_workspace_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(79622);
/* harmony import */ var _files_yaml_file_js__WEBPACK_IMPORTED_MODULE_5__ = __webpack_require__(25948);
/* harmony import */ var _former_names_js__WEBPACK_IMPORTED_MODULE_6__ = __webpack_require__(31801);
/* harmony import */ var _input_readers_js__WEBPACK_IMPORTED_MODULE_7__ = __webpack_require__(26464);
/* harmony import */ var _inputs_js__WEBPACK_IMPORTED_MODULE_8__ = __webpack_require__(75481);









const CONFIG_FILE = 'mailbox-report.yml';
const MAX_VALUES = 1_000;
const INPUT_PREFIX_LENGTH = (0,_input_readers_js__WEBPACK_IMPORTED_MODULE_7__/* .inputVariable */ .LO)('').length;
/** A number as YAML or a text has it: the input decides which it accepts. */
const NUMBER = {
    schema: { type: ['number', 'string'] },
    read: (value) => value.scalarText()?.trim(),
};
/** `artifact-name: ''` uploads nothing, instead of the default. */
const BLANKABLE = {
    schema: { type: 'string' },
    read: (value) => ((0,yaml__WEBPACK_IMPORTED_MODULE_1__/* .isScalar */ .jn)(value.node) && value.node.value === '' ? '' : value.text()),
};
/** A value as the runner passes it. */
function fieldOf({ read, about }) {
    if (read?.choices !== undefined)
        return (0,_files_fields_js__WEBPACK_IMPORTED_MODULE_3__/* .choice */ .Yq)(...read.choices);
    if (read?.kind === 'number')
        return NUMBER;
    if (read?.kind !== 'list')
        return read?.blank === true ? BLANKABLE : _files_fields_js__WEBPACK_IMPORTED_MODULE_3__/* .anyText */ .Ae;
    const many = (0,_files_fields_js__WEBPACK_IMPORTED_MODULE_3__/* .oneOrMore */ .h9)(_files_fields_js__WEBPACK_IMPORTED_MODULE_3__/* .anyText */ .Ae, { noun: 'value', maxItems: MAX_VALUES, hint: `Name ${about}.` });
    return { schema: many.schema, read: (value) => many.read(value)?.join('\n') };
}
function keyOf(row) {
    const { about: description, example } = row;
    const defaultValue = (0,_inputs_js__WEBPACK_IMPORTED_MODULE_8__/* .defaultOf */ .HA)(row);
    return {
        is: fieldOf(row),
        description,
        ...(example !== undefined && { examples: [example] }),
        ...(defaultValue !== '' && { default: defaultValue }),
    };
}
/** Why the file must not have an input; undefined if it may. */
function refusal({ refused, secret }) {
    return secret === true ? 'A secret does not belong in a file that is committed.' : refused;
}
/** By the variable in which the runner passes them. */
const ROWS = new Map((0,_inputs_js__WEBPACK_IMPORTED_MODULE_8__/* .inputsOf */ .Vc)('report').flatMap(([name, row]) => (refusal(row) === undefined ? [[(0,_input_readers_js__WEBPACK_IMPORTED_MODULE_7__/* .inputVariable */ .LO)(name), row]] : [])));
const KEYS = (0,_files_fields_js__WEBPACK_IMPORTED_MODULE_3__/* .record */ .g1)(Object.fromEntries((0,_inputs_js__WEBPACK_IMPORTED_MODULE_8__/* .inputsOf */ .Vc)('report').flatMap(([name, row]) => (ROWS.has((0,_input_readers_js__WEBPACK_IMPORTED_MODULE_7__/* .inputVariable */ .LO)(name)) ? [[name, keyOf(row)]] : []))));
/** The JSON Schema of mailbox-report.yml. */
const CONFIG_SCHEMA = KEYS.schema;
/** Parses a file whose keys are names of inputs. Its values are by the variable of the input, as the runner passes them. */
function parseConfigFile(content, file) {
    return (0,_files_yaml_file_js__WEBPACK_IMPORTED_MODULE_5__/* .readYaml */ .g)(content, file, 'CONFIG_FILE', (root) => {
        const refused = (root.entries() ?? []).flatMap(({ key, keyOffset, value }) => {
            const removed = (0,_former_names_js__WEBPACK_IMPORTED_MODULE_6__/* .removedInput */ .Je)('key', key, (0,yaml__WEBPACK_IMPORTED_MODULE_1__/* .isScalar */ .jn)(value.node) ? String(value.node.value) : '');
            if (removed !== undefined)
                return [{ keyOffset, ...removed }];
            const row = _inputs_js__WEBPACK_IMPORTED_MODULE_8__/* .INPUTS */ .mc.get(key);
            const hint = row && refusal(row);
            return hint === undefined ? [] : [{ keyOffset, message: `The key "${key}" is refused here.`, hint }];
        });
        for (const { keyOffset, message, hint } of refused)
            root.report(message, hint, keyOffset);
        return refused.length === 0 ? valuesOf(root) : undefined;
    });
}
function valuesOf(root) {
    const keys = KEYS.read(root);
    const entries = (root.entries() ?? []).filter(({ key }) => ROWS.has((0,_input_readers_js__WEBPACK_IMPORTED_MODULE_7__/* .inputVariable */ .LO)(key)));
    return Object.fromEntries(entries.map(({ key }) => [(0,_input_readers_js__WEBPACK_IMPORTED_MODULE_7__/* .inputVariable */ .LO)(key), keys?.get(key)]));
}
/** The file of the terminal program: of its option, else mailbox-report.yml if the current folder has it. */
function configFileOf(option) {
    return option ?? (existsSync(CONFIG_FILE) ? CONFIG_FILE : undefined);
}
/** Reads a file of the workspace whose keys are names of inputs. A file that cannot be read is a problem. */
function checkConfig(file, workspace) {
    const fileRules = { code: 'CONFIG_FILE', noun: 'file', input: 'config', extensions: ['yml', 'yaml'] };
    return (0,_files_workspace_js__WEBPACK_IMPORTED_MODULE_4__/* .checkWorkspaceFile */ .K$)(file, workspace, fileRules, parseConfigFile);
}
/** The same. Rejects with the first problem, the UserError `CONFIG_FILE`. */
async function readConfig(file, workspace) {
    return (0,_errors_js__WEBPACK_IMPORTED_MODULE_2__/* .requireValue */ .vd)(await checkConfig(file, workspace));
}
/** The environment of an action with the values of the file that the input `config` names. Rejects as `readConfig` does. */
async function withConfig(env, workspace) {
    const file = env[(0,_input_readers_js__WEBPACK_IMPORTED_MODULE_7__/* .inputVariable */ .LO)('config')]?.trim() ?? '';
    if (file === '')
        return { env, fileSettings: [] };
    const values = await readConfig(file, workspace);
    return { env: withFile(env, values), fileSettings: fileSettings(file, values, env) };
}
/** A sentence for each input that decides whether the step fails, and that the file sets: the environment does not. */
function fileSettings(file, values, env) {
    return [...ROWS].flatMap(([variable, { decides }]) => {
        const value = values[variable];
        if (decides !== true || value === undefined || isSet(variable, env))
            return [];
        return [`${file} sets ${variable.slice(INPUT_PREFIX_LENGTH).toLowerCase()}: ${value}`];
    });
}
/**
 * An environment with the values of a file. An input that is set takes precedence, even if it has the usual value: action.yml has
 * no default for it, except for the name of the artifact, where blank is a value.
 */
function withFile(env, file) {
    return { ...env, ...Object.fromEntries(Object.entries(file).filter(([variable]) => !isSet(variable, env))) };
}
function isSet(variable, env) {
    const row = ROWS.get(variable);
    const value = env[variable]?.trim() ?? '';
    if (row?.read?.blank !== true)
        return value !== '';
    return env[variable] !== undefined && value !== (0,_inputs_js__WEBPACK_IMPORTED_MODULE_8__/* .defaultOf */ .HA)(row);
}


/***/ })

};
