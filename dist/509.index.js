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
/* harmony import */ var _mailboxes_list_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(11259);
/* harmony import */ var _outputs_files_csv_sinks_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(84611);
/* harmony import */ var _policy_baseline_baseline_file_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(45404);
/* harmony import */ var _policy_load_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(58164);
/* harmony import */ var _reports_built_in_js__WEBPACK_IMPORTED_MODULE_5__ = __webpack_require__(33278);
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
    const named = reports.length === 0 ? '' : `; reports: ${reports.join(', ')}`;
    const ruleText = rules === undefined ? '' : `; ${(0,_text_numbers_js__WEBPACK_IMPORTED_MODULE_13__/* .counted */ .hS)(rules, 'rule', 'rules')}`;
    core.info((0,_run_log_js__WEBPACK_IMPORTED_MODULE_14__/* .logText */ .kc)(`${(0,_text_numbers_js__WEBPACK_IMPORTED_MODULE_13__/* .counted */ .hS)(mailboxes, 'mailbox', 'mailboxes')}${named}${ruleText}`));
    for (const error of errors.slice(0, MOST_SHOWN))
        (0,_outputs_annotations_js__WEBPACK_IMPORTED_MODULE_10__/* .annotateError */ .TF)(core, placed(error));
    for (const warning of warnings.slice(0, MOST_SHOWN))
        (0,_outputs_annotations_js__WEBPACK_IMPORTED_MODULE_10__/* .annotateWarning */ .tf)(core, placed(warning));
    for (const rest of [...errors.slice(MOST_SHOWN), ...warnings.slice(MOST_SHOWN)])
        core.info((0,_run_log_js__WEBPACK_IMPORTED_MODULE_14__/* .logText */ .kc)(line(rest)));
    const all = totals(checked);
    const more = all.errors + all.warnings - errors.length - warnings.length;
    if (more > 0)
        core.info(`and ${(0,_text_numbers_js__WEBPACK_IMPORTED_MODULE_13__/* .count */ .U9)(more)} more`);
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
    const found = [...errors.map(row('error')), ...warnings.map(row('warning'))];
    const shown = found.slice(0, MOST_LISTED);
    const hidden = all.errors + all.warnings - shown.length;
    return [
        `## Mailbox Report: ${errors.length === 0 ? 'valid' : 'not valid'}\n\n`,
        `${(0,_text_numbers_js__WEBPACK_IMPORTED_MODULE_13__/* .counted */ .hS)(all.errors, 'error', 'errors')}, ${(0,_text_numbers_js__WEBPACK_IMPORTED_MODULE_13__/* .counted */ .hS)(all.warnings, 'warning', 'warnings')} in `,
        `${(0,_text_numbers_js__WEBPACK_IMPORTED_MODULE_13__/* .counted */ .hS)(mailboxes, 'mailbox', 'mailboxes')} and ${(0,_text_numbers_js__WEBPACK_IMPORTED_MODULE_13__/* .counted */ .hS)(reports.length, 'report', 'reports')}`,
        rules === undefined ? '' : `, a policy of ${(0,_text_numbers_js__WEBPACK_IMPORTED_MODULE_13__/* .counted */ .hS)(rules, 'rule', 'rules')}`,
        '.\n\n',
        shown.length === 0 ? '' : (0,_outputs_markdown_js__WEBPACK_IMPORTED_MODULE_15__/* .markdownTable */ .Qj)(['Place', '', 'Problem', 'What to do'], shown),
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
    const mailboxes = (0,_run_read_inputs_js__WEBPACK_IMPORTED_MODULE_9__/* .lines */ .Mn)(env, 'mailboxes');
    const report = (0,_run_read_inputs_js__WEBPACK_IMPORTED_MODULE_9__/* .lines */ .Mn)(env, 'report');
    const policy = (0,_run_read_inputs_js__WEBPACK_IMPORTED_MODULE_9__/* .text */ .Qq)(env, 'policy');
    if ((0,_run_read_inputs_js__WEBPACK_IMPORTED_MODULE_9__/* .text */ .Qq)(env, 'config') === undefined && mailboxes.length + report.length === 0 && policy === undefined) {
        throw new _errors_js__WEBPACK_IMPORTED_MODULE_0__/* .UserError */ .yo('INPUT_MISSING', 'There is nothing to check: "mailboxes", "report" and "policy" are empty.', {
            hint: 'Set "mailboxes" to mailbox lists, "report" to report files, "policy" to a policy file, or "config" to a file that names them.',
        });
    }
    const mailboxColumn = (0,_run_read_inputs_js__WEBPACK_IMPORTED_MODULE_9__/* .text */ .Qq)(env, 'mailbox-column');
    const mailboxColumns = (0,_run_read_inputs_js__WEBPACK_IMPORTED_MODULE_9__/* .entries */ .jO)(env, 'mailbox-columns');
    return { mailboxes, mailboxColumn, mailboxColumns, report, policy, baseline: (0,_run_read_inputs_js__WEBPACK_IMPORTED_MODULE_9__/* .baseline */ ._Z)(env) };
}
/**
 * Checks the committed files, offline and without secrets. `env` has the inputs; those that are blank are taken from the file of
 * `config`. Throws UserErrors about inputs only.
 */
async function check(env, workspace, now) {
    const file = (0,_run_read_inputs_js__WEBPACK_IMPORTED_MODULE_9__/* .text */ .Qq)(env, 'config');
    const config = file === undefined ? undefined : await (0,_run_config_file_js__WEBPACK_IMPORTED_MODULE_8__/* .checkConfig */ .l2)(file, workspace);
    const given = Object.entries(env).filter(([, value = '']) => value.trim() !== '');
    const inputs = readValidateInputs({ ...config?.value, ...Object.fromEntries(given) });
    const { mailboxes: patterns, mailboxColumn: column, mailboxColumns: columns } = inputs;
    const { report, policy: policyFile, baseline: baselineFile } = inputs;
    const lists = patterns.length === 0 ? undefined : await (0,_mailboxes_list_js__WEBPACK_IMPORTED_MODULE_1__/* .checkMailboxLists */ .i)({ patterns, workspace, column, columns });
    const listColumns = lists?.value.columns ?? columns;
    const addresses = lists?.value.mailboxes.map(({ address }) => address.toLowerCase());
    const reports = await (0,_reports_choose_js__WEBPACK_IMPORTED_MODULE_6__/* .checkReports */ .UA)(report, workspace);
    const about = {
        ...{ workspace, reports: reports.value, complete: reports.problems.length === 0 },
        ...{ addresses, listColumns, now },
    };
    const policy = policyFile === undefined ? undefined : await (0,_policy_load_js__WEBPACK_IMPORTED_MODULE_4__/* .checkPolicy */ .hM)(policyFile, about);
    const rules = policy?.value?.rules.map(({ id }) => id);
    const checkedBaseline = baselineFile === undefined ? undefined : await (0,_policy_baseline_baseline_file_js__WEBPACK_IMPORTED_MODULE_3__/* .checkBaseline */ .iW)(baselineFile, workspace, rules, addresses);
    const judged = new Set(policy?.value?.rules.map((rule) => rule.report));
    const read = [...reports.value, ...[..._reports_built_in_js__WEBPACK_IMPORTED_MODULE_5__/* .builtInReports */ .v.values()].filter(({ name }) => judged.has(name))];
    // A policy alone does not say which reports are in the run.
    const lacking = (reports.value.some(_reports_definition_js__WEBPACK_IMPORTED_MODULE_7__/* .isDerivedReport */ ._S) ? (0,_reports_choose_js__WEBPACK_IMPORTED_MODULE_6__/* .lackingSource */ .Hl)(read) : undefined) ?? [];
    const taken = columns.length === 0 ? [] : (0,_outputs_files_csv_sinks_js__WEBPACK_IMPORTED_MODULE_2__/* .columnCollisions */ .gM)(read, listColumns);
    const checks = [config, lists, reports, policy, checkedBaseline].filter((checked) => checked !== undefined);
    return {
        mailboxes: lists?.value.length ?? 0,
        reports: reports.value.map(({ name }) => name),
        rules: rules?.length,
        errors: [...checks.flatMap(({ problems }) => problems), ...taken].concat(lacking),
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

/***/ 84611:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   $Q: () => (/* binding */ reportRecords),
/* harmony export */   $d: () => (/* binding */ createReportCsv),
/* harmony export */   $z: () => (/* binding */ createUnlistedCsv),
/* harmony export */   FK: () => (/* binding */ CHANGE_COLUMNS),
/* harmony export */   dA: () => (/* binding */ violationCells),
/* harmony export */   fU: () => (/* binding */ createViolationsCsv),
/* harmony export */   gM: () => (/* binding */ columnCollisions),
/* harmony export */   iD: () => (/* binding */ createChangesCsv),
/* harmony export */   ix: () => (/* binding */ reportColumns),
/* harmony export */   jG: () => (/* binding */ violationColumns),
/* harmony export */   qv: () => (/* binding */ changeCells)
/* harmony export */ });
/* unused harmony export VIOLATION_COLUMNS */
/* harmony import */ var node_path__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(76760);
/* harmony import */ var node_path__WEBPACK_IMPORTED_MODULE_0___default = /*#__PURE__*/__webpack_require__.n(node_path__WEBPACK_IMPORTED_MODULE_0__);
/* harmony import */ var _errors_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(83916);
/* harmony import */ var _reports_definition_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(54530);
/* harmony import */ var _run_mailbox_result_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(70611);
/* harmony import */ var _text_display_js__WEBPACK_IMPORTED_MODULE_7__ = __webpack_require__(24745);
/* harmony import */ var _page_data_js__WEBPACK_IMPORTED_MODULE_8__ = __webpack_require__(41058);
/* harmony import */ var _csv_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(37126);
/* harmony import */ var _output_directory_js__WEBPACK_IMPORTED_MODULE_5__ = __webpack_require__(3075);
/* harmony import */ var _text_file_js__WEBPACK_IMPORTED_MODULE_6__ = __webpack_require__(14902);









/** Creates the CSV of a report: every mailbox of the list, in its order. Throws as `createTextFile` does. */
function createReportCsv(file, report, hasVerdicts, options) {
    const rowsOf = ({ reports }) => {
        const result = reports.find(({ definition }) => definition === report);
        if (result === undefined)
            throw new Error(`no rows of the report ${report.name}`);
        return reportRecords(result, hasVerdicts, reports);
    };
    return (0,_csv_js__WEBPACK_IMPORTED_MODULE_4__/* .csvSink */ .c9)(file, reportColumns(report, hasVerdicts), rowsOf, options);
}
/** The UserErrors `INPUT_INVALID` of columns of `mailbox-columns` whose names a CSV already has. */
function columnCollisions(reports, listColumns) {
    const taken = new Map();
    for (const name of VIOLATION_COLUMNS)
        taken.set(name.toLowerCase(), 'violations.csv');
    for (const report of reports) {
        const own = reportColumns({ ...report, listColumns: undefined }, true);
        for (const column of own)
            taken.set(column.toLowerCase(), `${report.name}.csv`);
    }
    return listColumns.flatMap((name) => {
        const file = taken.get(name.toLowerCase());
        if (file === undefined)
            return [];
        const message = `The input "mailbox-columns" cannot have ${(0,_text_display_js__WEBPACK_IMPORTED_MODULE_7__/* .shownText */ .f$)(name)}, which is a column of ${file}.`;
        return [new _errors_js__WEBPACK_IMPORTED_MODULE_1__/* .UserError */ .yo('INPUT_INVALID', message, { hint: 'Rename the column in the list, or leave it out.' })];
    });
}
/** The header of a report: its columns, and those of a verdict if the run has a policy. */
function reportColumns(report, hasVerdicts) {
    return [...(0,_reports_definition_js__WEBPACK_IMPORTED_MODULE_2__/* .columnNames */ .lo)(report), ...(hasVerdicts ? _reports_definition_js__WEBPACK_IMPORTED_MODULE_2__/* .VERDICT_COLUMNS */ .aZ : [])];
}
/**
 * The rows of a mailbox as the cells of records: address, the report's columns, those of the list, status, error. If the run has a
 * policy, the verdict and the ids of the violated rules follow; both are blank if no rule applies to the report.
 *
 * @param reports all reports of the mailbox: with `folders` among them, inbox rules have the paths of folders instead of their ids
 */
function reportRecords({ definition, rows, verdict }, hasVerdicts, reports = []) {
    const shown = withFolderPaths(definition, reports);
    const positions = [...(definition.listColumns?.values() ?? [])];
    return rows.map(({ mailbox, cells, status, error }, at) => {
        const listed = positions.map((position) => mailbox.columns?.[position] ?? '');
        const record = [mailbox.address, ...shown(cells), ...listed, status, error];
        if (!hasVerdicts)
            return record;
        const row = verdict?.rows[at];
        return row === undefined ? [...record, '', ''] : [...record, row.verdict, row.violations.join('; ')];
    });
}
/** The columns of `inbox-rules` with the id of a folder. */
const FOLDER_COLUMNS = ['MoveToFolder', 'CopyToFolder'];
function withFolderPaths(definition, reports) {
    const folders = reports.find((report) => report.definition.name === 'folders');
    if (definition.name !== 'inbox-rules' || folders === undefined)
        return (cells) => cells;
    const columns = Object.keys(definition.columns);
    const pathAt = Object.keys(folders.definition.columns).indexOf('FolderPath');
    const paths = new Map(folders.rows.map(({ id, cells }) => [id, cells[pathAt]]));
    return (cells) => cells.map((cell, at) => (FOLDER_COLUMNS.includes(columns[at] ?? '') ? (paths.get(cell) ?? cell) : cell));
}
/**
 * Creates `violations.csv`, with a row for each finding, in the order of `findingRank` and then of the list. Throws as
 * `createTextFile` does.
 */
function createViolationsCsv(file, options, listColumns = []) {
    return new ViolationsCsv(new _csv_js__WEBPACK_IMPORTED_MODULE_4__/* .CsvFile */ .fL(file, violationColumns(listColumns), options), { ...options, listColumns });
}
/** Findings of the highest rank go to the file at once. The others wait in temporary files. */
class ViolationsCsv {
    #file;
    #options;
    #later = new Map();
    #tempFolder;
    #closed;
    constructor(file, options) {
        this.#file = file;
        this.#options = options;
    }
    get path() {
        return this.#file.path;
    }
    async add(result) {
        const { delimiter, listColumns } = this.#options;
        for (const finding of (0,_run_mailbox_result_js__WEBPACK_IMPORTED_MODULE_3__/* .findingsOf */ .WX)(result)) {
            const { verdict, rule } = finding;
            const rank = (0,_page_data_js__WEBPACK_IMPORTED_MODULE_8__/* .findingRank */ .If)({ verdict, severity: rule.severity });
            const cells = violationCells(finding, listColumns);
            await (rank === 0 ? this.#file.write([cells]) : this.#ofRank(rank).write((0,_csv_js__WEBPACK_IMPORTED_MODULE_4__/* .csvRecord */ .ef)(cells, delimiter)));
        }
    }
    close() {
        this.#closed ??= this.#close();
        return this.#closed;
    }
    #ofRank(rank) {
        this.#tempFolder ??= (0,_output_directory_js__WEBPACK_IMPORTED_MODULE_5__/* .makeTempFolder */ .Pd)(node_path__WEBPACK_IMPORTED_MODULE_0___default().dirname(this.path), 'violations-');
        const file = this.#later.get(rank) ?? (0,_text_file_js__WEBPACK_IMPORTED_MODULE_6__/* .createTextFile */ .Qz)(node_path__WEBPACK_IMPORTED_MODULE_0___default().join(this.#tempFolder, String(rank)));
        this.#later.set(rank, file);
        return file;
    }
    async #close() {
        try {
            await (0,_text_file_js__WEBPACK_IMPORTED_MODULE_6__/* .closeAll */ .S5)([...this.#later.values()]);
            for (const rank of [...this.#later.keys()].sort())
                await this.#file.append(this.#ofRank(rank).path);
        }
        finally {
            await (0,_text_file_js__WEBPACK_IMPORTED_MODULE_6__/* .closeAll */ .S5)([this.#file]).finally(() => (0,_output_directory_js__WEBPACK_IMPORTED_MODULE_5__/* .removeTemp */ .DO)(this.#tempFolder));
        }
    }
}
/** The header of `violations.csv`: the columns of the list follow the mailbox. */
function violationColumns(listColumns) {
    return VIOLATION_COLUMNS.flatMap((name) => (name === _reports_definition_js__WEBPACK_IMPORTED_MODULE_2__/* .MAILBOX_COLUMN */ .aN ? [name, ...listColumns] : [name]));
}
/** The columns of `violations.csv`. */
const VIOLATION_COLUMNS = [
    'Rule',
    'Title',
    'Severity',
    'Report',
    'MailboxName',
    // Which of the mailbox's rows: the inbox rule, the folder.
    'Item',
    'Message',
    'Column',
    'Found',
    'Expected',
    'Verdict',
    'Since',
    'Exemption',
];
/** The cells of a finding. */
function violationCells(finding, listColumns = []) {
    const { rule, mailbox, item, message, column, found, expected, verdict, since = '', exemption } = finding;
    const why = exemption === undefined ? '' : `${exemption.reason} (${exemption.owner}, until ${exemption.expires})`;
    const { id, title, severity, report } = rule;
    const listed = listColumns.map((_, at) => mailbox.columns?.[at] ?? '');
    return [
        id,
        title,
        severity,
        report,
        mailbox.address,
        ...listed,
        item,
        message,
        column,
        found,
        expected,
        verdict,
        since,
        why,
    ];
}
/**
 * Creates `changes.csv`, with a row for each difference from the earlier report; mailboxes that the list no longer has come
 * last. Throws as `createTextFile` does.
 */
function createChangesCsv(file, options) {
    return (0,_csv_js__WEBPACK_IMPORTED_MODULE_4__/* .csvSink */ .c9)(file, CHANGE_COLUMNS, ({ changes = [] }) => changes.map(changeCells), {
        ...options,
        lastRows: ({ comparison }) => Array.from(comparison?.removed() ?? [], changeCells),
    });
}
/** The header of `changes.csv`. */
const CHANGE_COLUMNS = ['Change', 'Report', 'MailboxName', 'Item', 'Column', 'Before', 'After'];
/** The cells of a difference from the earlier report. */
function changeCells({ kind, report, mailbox, item, column, before, after }) {
    return [kind, report, mailbox, item, column, before, after];
}
/**
 * Creates `unlisted.csv`: the mailboxes that the tenant has and the list lacks, written if everything was listed. Throws as
 * `createTextFile` does.
 */
function createUnlistedCsv(file, unlisted, options) {
    const columns = ['MailboxName', 'RecipientTypeDetails', 'WhenCreated'];
    return (0,_csv_js__WEBPACK_IMPORTED_MODULE_4__/* .csvSink */ .c9)(file, columns, () => [], {
        ...options,
        lastRows: () => {
            return unlisted.isComplete
                ? unlisted.mailboxes.map(({ address, type, created }) => [address, type, created])
                : [];
        },
    });
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
/**
 * Reads a baseline offline, with all problems. The order of rows is a problem too. Rejects only for a bug.
 *
 * @param addresses those of the mailbox lists, in lower case; undefined without a list
 */
function checkBaseline(file, workspace, rules, addresses) {
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
    const numbers = unlisted.map(({ line }) => String(line));
    const lines = `${unlisted.length === 1 ? 'line' : 'lines'} ${(0,_text_numbers_js__WEBPACK_IMPORTED_MODULE_4__/* .someNames */ .Xq)(numbers, String)}`;
    const what = (0,_text_numbers_js__WEBPACK_IMPORTED_MODULE_4__/* .counted */ .hS)(unlisted.length, 'entry of the baseline has a mailbox', 'entries of the baseline have mailboxes');
    const message = `${what} that the list does not have: ${file}, ${lines}.`;
    const hint = 'Remove the rows, or add the mailboxes to the list.';
    return [new _errors_js__WEBPACK_IMPORTED_MODULE_2__/* .UserError */ .yo('BASELINE_UNUSED', message, { hint, place: { file, line: first.line } })];
}


/***/ }),

/***/ 87858:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   l2: () => (/* binding */ checkConfig),
/* harmony export */   withConfig: () => (/* binding */ withConfig)
/* harmony export */ });
/* unused harmony exports CONFIG_SCHEMA, parseConfigFile, configFileOf, readConfig */
/* harmony import */ var node_fs__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(73024);
/* harmony import */ var node_fs__WEBPACK_IMPORTED_MODULE_0___default = /*#__PURE__*/__webpack_require__.n(node_fs__WEBPACK_IMPORTED_MODULE_0__);
/* harmony import */ var yaml__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(38815);
/* harmony import */ var _errors_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(83916);
/* harmony import */ var _files_fields_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(59682);
/* harmony import */ var _files_workspace_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(79622);
/* harmony import */ var _files_yaml_file_js__WEBPACK_IMPORTED_MODULE_5__ = __webpack_require__(25948);
/* harmony import */ var _input_table_js__WEBPACK_IMPORTED_MODULE_6__ = __webpack_require__(77528);







const CONFIG_FILE = 'mailbox-report.yml';
const MAX_VALUES = 1_000;
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
const FLAG = {
    schema: _files_fields_js__WEBPACK_IMPORTED_MODULE_3__/* .truth */ .Im.schema,
    read: (value) => _files_fields_js__WEBPACK_IMPORTED_MODULE_3__/* .truth */ .Im.read(value)?.toString(),
};
/** A value as the runner passes it. */
function fieldOf({ kind, choices, description, default: usual }) {
    if (choices !== undefined)
        return (0,_files_fields_js__WEBPACK_IMPORTED_MODULE_3__/* .choice */ .Yq)(...choices);
    if (kind === 'number')
        return NUMBER;
    if (kind === 'flag')
        return FLAG;
    if (kind === 'text')
        return usual === '' ? _files_fields_js__WEBPACK_IMPORTED_MODULE_3__/* .anyText */ .Ae : BLANKABLE;
    const many = (0,_files_fields_js__WEBPACK_IMPORTED_MODULE_3__/* .oneOrMore */ .h9)(_files_fields_js__WEBPACK_IMPORTED_MODULE_3__/* .anyText */ .Ae, {
        ...{ noun: 'value', maxItems: MAX_VALUES },
        hint: `Name ${description}.`,
    });
    return { schema: many.schema, read: (value) => many.read(value)?.join('\n') };
}
function keyOf(spec) {
    const { description, example, default: usual } = spec;
    const known = { ...(example !== undefined && { examples: [example] }), ...(usual !== '' && { default: usual }) };
    return { is: fieldOf(spec), description, ...known };
}
const KEYS = (0,_files_fields_js__WEBPACK_IMPORTED_MODULE_3__/* .record */ .g1)(Object.fromEntries([..._input_table_js__WEBPACK_IMPORTED_MODULE_6__/* .INPUTS */ .m]
    .filter(([, { refused }]) => refused === undefined)
    .map(([name, spec]) => [name, keyOf(spec)])));
/** The JSON Schema of mailbox-report.yml. */
const CONFIG_SCHEMA = KEYS.schema;
/** Parses a file whose keys are names of inputs. Its values are by the variable of the input, as the runner passes them. */
function parseConfigFile(content, file) {
    return (0,_files_yaml_file_js__WEBPACK_IMPORTED_MODULE_5__/* .readYaml */ .g)(content, file, 'CONFIG_FILE', (root) => {
        const refused = (root.entries() ?? []).flatMap(({ key, keyOffset }) => {
            const reason = _input_table_js__WEBPACK_IMPORTED_MODULE_6__/* .INPUTS */ .m.get(key)?.refused;
            return reason === undefined ? [] : [{ key, keyOffset, reason }];
        });
        for (const { key, keyOffset, reason } of refused)
            root.report(`The key "${key}" is refused here.`, reason, keyOffset);
        return refused.length === 0 ? valuesOf(root) : undefined;
    });
}
function valuesOf(root) {
    const keys = KEYS.read(root);
    const entries = (root.entries() ?? []).filter(({ key }) => _input_table_js__WEBPACK_IMPORTED_MODULE_6__/* .INPUTS */ .m.has(key));
    return Object.fromEntries(entries.map(({ key }) => [(0,_input_table_js__WEBPACK_IMPORTED_MODULE_6__/* .inputVariable */ .L)(key), keys?.get(key)]));
}
/** The file of the terminal program: of its option, else mailbox-report.yml if the current folder has it. */
function configFileOf(option) {
    return option ?? (existsSync(CONFIG_FILE) ? CONFIG_FILE : undefined);
}
/** Reads a file of the workspace whose keys are names of inputs. A file that cannot be read is a problem. */
function checkConfig(file, workspace) {
    const wanted = { code: 'CONFIG_FILE', noun: 'file', input: 'config', extensions: ['yml', 'yaml'] };
    return (0,_files_workspace_js__WEBPACK_IMPORTED_MODULE_4__/* .checkWorkspaceFile */ .K$)(file, workspace, wanted, parseConfigFile);
}
/** The same. Rejects with the first problem, the UserError `CONFIG_FILE`. */
async function readConfig(file, workspace) {
    return (0,_errors_js__WEBPACK_IMPORTED_MODULE_2__/* .requireValue */ .vd)(await checkConfig(file, workspace));
}
/**
 * The environment of an action with the values of the file that the input `config` names. An input that differs from its
 * default takes precedence: the runner passes the default of each input that is not set. Rejects as `readConfig` does.
 */
async function withConfig(env, workspace) {
    const file = env[(0,_input_table_js__WEBPACK_IMPORTED_MODULE_6__/* .inputVariable */ .L)('config')]?.trim() ?? '';
    if (file === '')
        return env;
    const configured = await readConfig(file, workspace);
    const merged = { ...env };
    for (const [name, { default: usual }] of _input_table_js__WEBPACK_IMPORTED_MODULE_6__/* .INPUTS */ .m) {
        const variable = (0,_input_table_js__WEBPACK_IMPORTED_MODULE_6__/* .inputVariable */ .L)(name);
        const value = configured[variable];
        if (value !== undefined && (env[variable]?.trim() ?? usual) === usual)
            merged[variable] = value;
    }
    return merged;
}


/***/ })

};
