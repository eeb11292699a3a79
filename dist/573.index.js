export const id = 573;
export const ids = [573];
export const modules = {

/***/ 61396:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   UL: () => (/* binding */ comparedCounts),
/* harmony export */   mQ: () => (/* binding */ countsOf),
/* harmony export */   yH: () => (/* binding */ storedCounts)
/* harmony export */ });
/** The counts of a run: of mailboxes, and of findings if there is a policy. */
function countsOf({ mailboxes, duplicateCount, policy }) {
    const { total, read, unreadable } = mailboxes;
    const counts = { mailboxes: total, read, unreadable, repeated: duplicateCount };
    return policy === undefined ? counts : { ...counts, ...findingCounts(policy.verdicts) };
}
function findingCounts(policy) {
    const [known, exempt, inconclusive] = [policy.total('known'), policy.total('exempt'), policy.total('inconclusive')];
    return { violations: policy.total('failed'), warnings: policy.total('warned'), known, exempt, inconclusive };
}
/** The counts of new and resolved violations. None if violations are not compared. */
function comparedCounts(comparison) {
    if (comparison?.comparesViolations !== true)
        return {};
    const { newViolationCount, resolvedCount } = comparison.counts;
    return { newViolations: newViolationCount, resolved: resolvedCount };
}
/** The counts that the rows file keeps of a run, for the history of later runs. */
function storedCounts(summary) {
    return { ...countsOf(summary), ...comparedCounts(summary.comparison) };
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

/***/ 21411:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  W: () => (/* binding */ ReportPage),
  B: () => (/* binding */ readPageAssets)
});

// EXTERNAL MODULE: external "node:fs/promises"
var promises_ = __webpack_require__(51455);
// EXTERNAL MODULE: external "node:path"
var external_node_path_ = __webpack_require__(76760);
var external_node_path_default = /*#__PURE__*/__webpack_require__.n(external_node_path_);
// EXTERNAL MODULE: ./src/errors.ts
var errors = __webpack_require__(83916);
// EXTERNAL MODULE: ./src/run/log.ts
var run_log = __webpack_require__(23503);
// EXTERNAL MODULE: ./src/outputs/files/text-file.ts
var text_file = __webpack_require__(14902);
// EXTERNAL MODULE: external "node:crypto"
var external_node_crypto_ = __webpack_require__(77598);
// EXTERNAL MODULE: ./src/text/numbers.ts
var text_numbers = __webpack_require__(92613);
// EXTERNAL MODULE: ./src/outputs/sections/changes.ts
var changes = __webpack_require__(41970);
// EXTERNAL MODULE: ./src/outputs/sections/run.ts
var run = __webpack_require__(44974);
;// CONCATENATED MODULE: ./src/outputs/sections/forwarding.ts


const OPEN_ROWS = 10;
const SENDERS_TITLE = 'Who sends mail outside';
/** The built-in reports that show how mailboxes send mail outside. */
const WAYS = [
    { name: 'inbox-rules', way: 'inbox rules' },
    { name: 'mailbox-properties', way: 'forwarding of the mailbox' },
];
/**
 * The mailboxes that send mail out of the tenant, by any way, and the ways that the run did not read. Undefined if no report
 * shows such mailboxes.
 */
function sendersSection(senders, reports) {
    if (senders === undefined)
        return undefined;
    const { mailboxes, named } = senders;
    const total = (0,text_numbers/* counted */.hS)(mailboxes, 'mailbox sends', 'mailboxes send');
    const ways = (0,run/* highlightsOf */.Xz)(reports).found.flatMap(({ sends, report, at, ...found }) => {
        if (sends === undefined)
            return [];
        const number = (0,text_numbers/* counted */.hS)(found.mailboxes, 'mailbox', 'mailboxes');
        const items = found.items === '' ? '' : ` (${found.items})`;
        return [', ', { about: `${number} by ${sends}${items}`, rows: { report, highlight: at } }];
    });
    const paragraph = [`${total} mail outside${ways.length === 0 ? '' : ': '}`, ...ways.slice(1), '.'];
    const title = SENDERS_TITLE;
    const blocks = [{ paragraph }, ...notRead(reports), ...(named.length === 0 ? [] : [{ table: tableOf(senders) }])];
    return { title, short: 'Forwarding', folded: `${title}: ${(0,text_numbers/* counted */.hS)(mailboxes, 'mailbox', 'mailboxes')}`, blocks };
}
/** An unread mailbox may send mail outside, and so may any mailbox in a way whose report is not in the run. */
function notRead(reports) {
    return WAYS.flatMap(({ name, way }) => {
        const report = reports.find((one) => one.name === name);
        if (report === undefined)
            return [{ paragraph: ['Not known: ', way, '. Add the report ', { code: name }, '.'] }];
        const unread = (0,text_numbers/* counted */.hS)(report.unreadable, 'mailbox', 'mailboxes');
        return report.unreadable === 0 ? [] : [{ paragraph: `Not known: ${way} of ${unread} that could not be read.` }];
    });
}
function tableOf({ mailboxes, named }) {
    const rows = named.map(({ address, ways }) => ({
        cells: [
            { mailbox: address },
            { lines: ways.map(({ way, rows: found }) => (found === 1 ? way : `${way} (${found})`)) },
            { lines: ways.map(({ targets }) => targets.join(', ')) },
        ],
    }));
    return {
        ...{ label: SENDERS_TITLE, rows, unit: ['mailbox', 'mailboxes'], open: OPEN_ROWS, more: mailboxes - rows.length },
        columns: [{ name: 'Mailbox' }, { name: 'By', kind: 'short' }, { name: 'To', kind: 'prose' }],
    };
}

// EXTERNAL MODULE: ./src/outputs/counts.ts
var counts = __webpack_require__(61396);
;// CONCATENATED MODULE: ./src/outputs/sections/history.ts


const COUNTS = [
    { key: 'violations', name: 'Violations' },
    { key: 'newViolations', name: 'New violations' },
    { key: 'resolved', name: 'Resolved' },
    { key: 'unreadable', name: 'Unread mailboxes' },
];
/** How violations and unread mailboxes developed over the last runs. Undefined without an earlier run. */
function historySection(summary) {
    const { history = [] } = summary;
    const [first] = history;
    if (first === undefined)
        return undefined;
    const now = (0,counts/* storedCounts */.yH)(summary);
    const rows = COUNTS.flatMap(({ key, name }) => {
        const latest = now[key];
        const trend = [...history.map(({ counts }) => counts[key]), latest];
        const known = trend.filter((value) => value !== undefined);
        if (known.length === 0)
            return [];
        const [lowest, highest] = [Math.min(...known), Math.max(...known)];
        const shown = latest === undefined ? 'not known' : (0,text_numbers/* count */.U9)(latest);
        return [{ cells: [name, { trend }, shown, (0,text_numbers/* count */.U9)(lowest), (0,text_numbers/* count */.U9)(highest)] }];
    });
    const runs = (0,text_numbers/* counted */.hS)(history.length + 1, 'run', 'runs');
    const title = 'History';
    const numbers = ['Now', 'Lowest', 'Highest'].map((name) => ({ name, kind: 'number' }));
    const columns = [{ name: 'Count' }, { name: `Last ${runs}`, kind: 'bars' }, ...numbers];
    const note = `${runs} since ${first.started.toISOString().slice(0, 10)}`;
    const table = { label: title, columns, rows, unit: ['count', 'counts'] };
    return { title, note, folded: `${title}: ${runs}`, blocks: [{ table }] };
}

// EXTERNAL MODULE: ./src/outputs/sections/policy.ts
var sections_policy = __webpack_require__(62625);
// EXTERNAL MODULE: ./src/outputs/sections/retirements.ts
var sections_retirements = __webpack_require__(97843);
// EXTERNAL MODULE: ./src/outputs/sections/settings.ts
var settings = __webpack_require__(74722);
// EXTERNAL MODULE: ./src/text/display.ts
var display = __webpack_require__(24745);
;// CONCATENATED MODULE: ./src/outputs/page/html.ts

/** HTML in which all untrusted text is escaped. Created by `html` only. */
class Html {
    text;
    constructor(text) {
        this.text = text;
    }
}
/**
 * A template tag for HTML. Texts are escaped, for elements and quoted attributes alike, and shown on one line without
 * hidden characters. Lists of HTML are joined, undefined is omitted.
 */
function html(strings, ...parts) {
    let text = strings[0] ?? '';
    for (const [at, part] of parts.entries())
        text += partText(part) + (strings[at + 1] ?? '');
    return new Html(text);
}
const REFERENCES = {
    '&': '&amp;',
    '<': '&lt;',
    '>': '&gt;',
    '"': '&quot;',
    "'": '&#39;',
};
function partText(part) {
    if (part === undefined)
        return '';
    if (part instanceof Html)
        return part.text;
    if (typeof part === 'number')
        return String(part);
    if (typeof part !== 'string')
        return part.map(({ text }) => text).join('');
    return (0,display/* visibleLine */.P8)(part).replace(/[&<>"']/g, (mark) => REFERENCES[mark] ?? mark);
}
/** A link if the address is http or https, else the text alone. */
function html_link(text, url) {
    const parsed = URL.parse(url);
    return parsed?.protocol === 'https:' || parsed?.protocol === 'http:'
        ? html `<a href="${parsed.href}" rel="noreferrer">${text}</a>`
        : html `${text}`;
}
/** JSON for a script element, which nothing in it can end. */
function jsonText(value) {
    return JSON.stringify(value).replaceAll('<', '\\u003c');
}

// EXTERNAL MODULE: ./src/outputs/sections/section.ts
var section = __webpack_require__(17416);
;// CONCATENATED MODULE: ./src/outputs/page/fragment.ts
/** Longer fragments are ignored: the page never needs them, and applying thousands of filters would block it. */
const MAX_LENGTH = 4_000;
const IS = 'is.';
const CONTAINS = 'has.';
/**
 * The page's state as the fragment of its address, for a plain link such as
 * `<a href="#report=violations&view=violating&is.Rule=no-external-replies">`. Keys and values are encoded as in a query:
 *
 * | key | value |
 * |---|---|
 * | `report` | the table: the name of a report, `violations` or `changes` |
 * | `view` | the key of a quick view (`QuickView.key` in src/page-app/table/quick-views.ts) |
 * | `highlight` | the position of a highlight in the report's definition, from 0 |
 * | `is.<column>` | the cell is this value, without regard to case; blank: the cell is blank |
 * | `has.<column>` | the cell contains this text, without regard to case and accents |
 * | `search` | words that each row contains in some column |
 * | `sort`, `order` | the column by which the rows are sorted; `descending`, or absent |
 * | `hide` | a hidden column; may occur several times |
 * | `row` | the position in the CSV of the row whose cells are open, from 0 |
 * | `mailbox` | the address of the mailbox whose view is open |
 *
 * A rule is the condition `is.Rule` on `violations`; a cause of unreadable mailboxes is `is.Status` on a report. A table
 * named in `report` is shown with these filters and no others. The page ignores what it does not have.
 */
function fragmentOf(state) {
    const pairs = new URLSearchParams();
    if (state.report !== undefined)
        pairs.append('report', state.report);
    if (state.view !== undefined)
        pairs.append('view', state.view);
    if (state.highlight !== undefined)
        pairs.append('highlight', String(state.highlight));
    for (const condition of state.conditions ?? []) {
        if ('is' in condition)
            pairs.append(IS + condition.column, condition.is);
        else
            pairs.append(CONTAINS + condition.column, condition.contains);
    }
    if (state.search !== undefined && state.search !== '')
        pairs.append('search', state.search);
    if (state.sort !== undefined) {
        pairs.append('sort', state.sort.column);
        if (state.sort.descending)
            pairs.append('order', 'descending');
    }
    for (const column of state.hidden ?? [])
        pairs.append('hide', column);
    if (state.row !== undefined)
        pairs.append('row', String(state.row));
    if (state.mailbox !== undefined)
        pairs.append('mailbox', state.mailbox);
    // A fragment may contain "@", and addresses stay legible.
    return `#${pairs.toString().replaceAll('%40', '@')}`;
}
/**
 * Reads a fragment, with or without its `#`. Undefined if it has none of the keys, as the one of a link to a heading. The
 * text is hostile: whatever it names may not exist.
 */
function stateOf(fragment) {
    const text = fragment.replace(/^#/, '');
    if (!text.includes('=') || text.length > MAX_LENGTH)
        return undefined;
    const pairs = new URLSearchParams(text);
    const one = (key) => pairs.get(key) ?? undefined;
    const conditions = [];
    for (const [key, value] of pairs) {
        if (key.startsWith(IS))
            conditions.push({ column: key.slice(IS.length), is: value });
        else if (key.startsWith(CONTAINS))
            conditions.push({ column: key.slice(CONTAINS.length), contains: value });
    }
    const number = (key) => {
        const digits = one(key) ?? '';
        return /^\d{1,9}$/.test(digits) ? Number(digits) : undefined;
    };
    const [sort, search, hidden] = [one('sort'), one('search'), pairs.getAll('hide')];
    const state = {
        report: one('report'),
        view: one('view'),
        highlight: number('highlight'),
        conditions: conditions.length === 0 ? undefined : conditions,
        search: search === '' ? undefined : search,
        sort: sort === undefined ? undefined : { column: sort, descending: one('order') === 'descending' },
        hidden: hidden.length === 0 ? undefined : hidden,
        row: number('row'),
        mailbox: one('mailbox'),
    };
    return Object.values(state).some((value) => value !== undefined) ? state : undefined;
}

;// CONCATENATED MODULE: ./src/outputs/page/panels.ts




/** Makes one mailbox among a hundred thousand visible, in percent of the bar's room. */
const MIN_PERCENT = 1.5;
/** A section as HTML, with an id for links to it. */
function panelHtml({ title, note, blocks }) {
    const small = note === undefined ? undefined : html ` <small>${note}</small>`;
    return html `<section class="panel" id="${sectionId(title)}" tabindex="-1">
    <h2>${title}${small}</h2>
    ${blocks.map(blockHtml)}
  </section> `;
}
/** A table with its legend. All but its first rows are folded on the screen and opened for printing. */
function tableHtml(table) {
    const { label, rows, open = rows.length, more = 0, unit, legend } = table;
    const next = rows.slice(open);
    const hidden = next.length > 0 ? 0 : more;
    return html `${rowsHtml({ ...table, rows: rows.slice(0, open), more: hidden })} ${legend && legendOf(legend)}
  ${next.length === 0
        ? undefined
        : html `<details class="more">
          <summary>The next ${(0,text_numbers/* counted */.hS)(next.length, ...unit)}</summary>
          ${rowsHtml({ ...table, rows: next, label: `${label}: the next` })}
        </details> `}`;
}
function contentHtml(content) {
    return html `${(0,section/* piecesOf */.Xe)(content).map(pieceHtml)}`;
}
function blockHtml(block) {
    if ('table' in block)
        return tableHtml(block.table);
    if ('heading' in block)
        return html `<h3>${contentHtml(block.heading)}</h3> `;
    if ('paragraph' in block)
        return html `<p class="rest">${contentHtml(block.paragraph)}</p> `;
    return html `<ul>
    ${block.items.map((item) => html `<li>${contentHtml(item)}</li>`)}
  </ul>`;
}
/**
 * A table, which the style sheet shows as cards on narrow screens. Browsers then drop the implicit roles, so these are
 * explicit; a card shows the `data-label` of each cell.
 */
function rowsHtml({ label, columns, rows, more = 0 }) {
    const shown = columns.flatMap((column, at) => (column.only === 'summary' ? [] : [{ ...column, at }]));
    return html `<div class="wide" tabindex="0" role="region" aria-label="${label}">
    <table role="table" aria-label="${label}">
      <thead role="rowgroup">
        <tr role="row">
          ${shown.map(({ name, kind }) => html `<th scope="col" role="columnheader" ${classOf(kind)}>${name}</th> `)}
        </tr>
      </thead>
      <tbody role="rowgroup">
        ${rows.map(({ cells, tone }) => html `<tr role="row" ${classOf(tone && `verdict-${tone}`)}>
              ${shown.map((column) => cellHtml(column, cells[column.at] ?? '', column.at === 0))}
            </tr> `)}
        ${more > 0
        ? html `<tr role="row">
                <td role="cell" colspan="${shown.length}">and ${(0,text_numbers/* count */.U9)(more)} more</td>
              </tr> `
        : undefined}
      </tbody>
    </table>
  </div> `;
}
function cellHtml({ name, kind }, cell, isHeader) {
    const content = cellContent(cell);
    return isHeader
        ? html `<th scope="row" role="rowheader" ${classOf(kind)}>${content}</th> `
        : html `<td role="cell" ${classOf(kind)} data-label="${name}">${content}</td> `;
}
function cellContent(cell) {
    if (typeof cell === 'object' && 'segments' in cell)
        return bar(cell);
    if (typeof cell === 'object' && 'trend' in cell)
        return trendLine(cell);
    if (typeof cell !== 'object' || !('lines' in cell))
        return contentHtml(cell);
    return html `<ul>
    ${cell.lines.map((line) => html `<li>${contentHtml(line)}</li> `)}
  </ul>`;
}
function pieceHtml(piece) {
    if (typeof piece === 'string')
        return html `${piece}`;
    if ('code' in piece)
        return html `<code>${piece.code}</code>`;
    if ('strong' in piece)
        return html `<strong>${piece.strong}</strong>`;
    if ('note' in piece)
        return html ` <span class="note">${contentHtml(piece.note)}</span>`;
    if ('url' in piece)
        return html_link(piece.link, piece.url);
    if ('mailbox' in piece)
        return html `<a href="${fragmentOf({ mailbox: piece.mailbox })}">${piece.mailbox}</a>`;
    if ('about' in piece)
        return html `<a href="${fragmentOf(piece.rows)}">${contentHtml(piece.about)}</a>`;
    if ('sign' in piece)
        return html ``;
    const place = `${piece.file}, line ${piece.line}`;
    return piece.at === undefined ? html `${place}` : html_link(place, piece.at);
}
/** The id of a section's element, to which links lead. */
function sectionId(title) {
    return title.toLowerCase().replaceAll(/[^a-z]+/g, '-');
}
function classOf(name) {
    return name === undefined ? undefined : html ` class="${name}"`;
}
/**
 * A bar, drawn as SVG, since the page's Content-Security-Policy forbids `style` attributes, and forced colours keep its
 * fills. The numbers are beside it as text, so screen readers skip it.
 */
function bar({ segments, longest }) {
    let x = 0;
    const drawn = widths(segments, longest).map(({ kind, width }) => {
        const part = html `<rect class="${kind}" x="${percent(x)}" width="${percent(width)}" height="100%" />`;
        x += width;
        return part;
    });
    return html `<svg class="bar" width="100%" height="12" aria-hidden="true">${drawn}</svg>`;
}
/** Widths in percent, together at most 100: small segments are drawn wider than their share, and take it from the others. */
function widths(segments, longest) {
    const shown = segments.filter((segment) => segment.count > 0);
    const total = shown.reduce((sum, segment) => sum + segment.count, 0);
    if (total === 0 || longest <= 0)
        return [];
    const all = Math.max((100 * total) / longest, MIN_PERCENT * shown.length);
    const isSmall = (segment) => (all * segment.count) / total < MIN_PERCENT;
    const small = shown.filter(isSmall);
    const large = shown.reduce((sum, segment) => (isSmall(segment) ? sum : sum + segment.count), 0);
    const room = all - MIN_PERCENT * small.length;
    return shown.map((segment) => ({
        kind: segment.kind,
        width: isSmall(segment) ? MIN_PERCENT : (room * segment.count) / large,
    }));
}
/** The points of a trend line, of 100 by 24 units. */
const [WIDTH, HEIGHT] = [100, 24];
/** A line of a count over runs. Its scale starts at 0, and it has a gap where the count is unknown. */
function trendLine({ trend }) {
    const known = trend.filter((value) => value !== undefined);
    const highest = Math.max(1, ...known);
    const at = (value, run) => `${rounded((WIDTH * run) / Math.max(1, trend.length - 1))},${rounded(HEIGHT - 1 - ((HEIGHT - 2) * value) / highest)}`;
    let path = '';
    for (const [run, value] of trend.entries()) {
        if (value !== undefined)
            path += `${path === '' || trend[run - 1] === undefined ? 'M' : 'L'}${at(value, run)}`;
    }
    const last = trend.at(-1);
    // A line of no length is drawn as a dot.
    const dot = last === undefined ? undefined : html `<path class="dot" d="M${at(last, trend.length - 1)}h0" />`;
    return html `<svg class="trend" viewBox="-2 -2 104 28" preserveAspectRatio="none" aria-hidden="true">
    <path d="${path}" />
    ${dot}
  </svg>`;
}
function rounded(value) {
    return Math.round(100 * value) / 100;
}
function percent(value) {
    return `${rounded(value)}%`;
}
/** The colours of the segments, for those who see them. */
function legendOf(kinds) {
    return html `<ul class="legend" aria-hidden="true">
    ${kinds.map(({ kind, name }) => html `<li>
          <svg class="bar" width="12" height="12"><rect class="${kind}" width="100%" height="100%" /></svg>
          ${name}
        </li> `)}
  </ul> `;
}

// EXTERNAL MODULE: ./src/outputs/page/data.ts
var data = __webpack_require__(41058);
;// CONCATENATED MODULE: ./src/outputs/page/tiles.ts







const GROUPS = ['Result', 'New', 'Forwarding', 'Access', 'Replies', 'Protocols', 'Other', 'Unread'];
/**
 * The first screen in groups: the result, what changed, the highlights of the reports that no rule of the policy finds, and
 * what could not be read. A line lists the highlights that were not found.
 */
function tilesList(summary) {
    const { missing } = (0,run/* highlightsOf */.Xz)(summary.reports);
    const tiles = [
        ...policyTiles(summary),
        ...changeTiles(summary),
        ...senderTiles(summary),
        ...highlightTiles(summary),
        ...mailboxTiles(summary),
    ].filter(({ number, evenZero }) => number > 0 || evenZero === true);
    const groups = GROUPS.map((name) => ({ name, found: tiles.filter(({ group }) => group === name) }));
    return html `<div class="counts">
      ${groups.filter(({ found }) => found.length > 0).map(({ name, found }) => group(name, found))}
    </div>
    ${missing.length === 0 ? undefined : html `<p class="hint">Not found: ${missing.join('; ')}.</p> `}`;
}
function group(name, tiles) {
    const id = `group-${name.toLowerCase()}`;
    return html `<div class="group">
    <p id="${id}">${name}</p>
    <ul aria-labelledby="${id}">
      ${tiles.map(tileItem)}
    </ul>
  </div> `;
}
function tileItem({ number, unit, note, tone, rows, section }) {
    const [one, others] = unit;
    const text = html `<strong>${(0,text_numbers/* count */.U9)(number)}</strong> <span>${number === 1 ? one : others}</span>${note === undefined ? undefined : html ` <small>${note}</small>`}`;
    const target = section === undefined ? rows && fragmentOf(rows) : `#${section}`;
    const content = target === undefined || number === 0 ? html `<p>${text}</p>` : html `<a href="${target}">${text}</a>`;
    return html `<li class="${number === 0 || tone === undefined ? '' : `tone-${tone}`}">${content}</li> `;
}
function changeTiles({ comparison }) {
    if (comparison === undefined)
        return [];
    const { counts, comparesViolations } = comparison;
    const rows = (view) => ({ report: 'changes', view });
    const violations = [
        {
            ...{ number: counts.newViolationCount, unit: ['new violation', 'new violations'] },
            ...{ tone: 'bad', rows: { report: 'violations', view: 'new' }, evenZero: true },
        },
        {
            ...{ number: counts.resolvedCount, unit: ['violation resolved', 'violations resolved'] },
            ...{ tone: 'good', rows: rows('resolved') },
        },
    ];
    const tiles = [
        ...(comparesViolations ? violations : []),
        {
            ...{ number: counts.changedMailboxes, unit: ['mailbox changed', 'mailboxes changed'] },
            ...{ rows: rows('mailbox-changed'), evenZero: true },
        },
        {
            ...{ number: counts.addedMailboxes, rows: rows('mailbox-added') },
            unit: ['mailbox added to the list', 'mailboxes added to the list'],
        },
        {
            ...{ number: counts.removedMailboxes, rows: rows('mailbox-removed') },
            unit: ['mailbox removed from the list', 'mailboxes removed from the list'],
        },
    ];
    return tiles.map((tile) => ({ group: 'New', ...tile }));
}
function policyTiles({ policy }) {
    if (policy === undefined)
        return [];
    const { verdicts, baseline } = policy;
    const tile = (verdict, view, noun) => {
        const number = verdicts.total(verdict);
        const found = (0,text_numbers/* counted */.hS)(verdicts.findings(verdict), 'finding', 'findings');
        return {
            ...{ group: 'Result', number, unit: [noun, `${noun}s`] },
            ...{ note: `${data/* PAIRS */.Ox[number === 1 ? 0 : 1]}; ${found}`, rows: { report: 'violations', view } },
        };
    };
    return [
        { ...tile('failed', 'fail', 'violation'), tone: 'bad', evenZero: true },
        { ...tile('warned', 'warn', 'warning'), tone: 'warn' },
        { ...tile('known', 'known', 'known violation'), evenZero: baseline !== undefined },
        tile('exempt', 'exempt', 'exempt violation'),
    ];
}
function senderTiles({ senders }) {
    if (senders === undefined)
        return [];
    return [
        {
            ...{ group: 'Forwarding', number: senders.mailboxes, tone: 'warn', evenZero: true },
            unit: ['mailbox sends mail outside, by any way', 'mailboxes send mail outside, by any way'],
            section: sectionId(SENDERS_TITLE),
        },
    ];
}
function highlightTiles({ reports }) {
    return (0,run/* highlightsOf */.Xz)(reports).unruled.map(({ title, topic, counted: unit, mailboxes, items, report, at }) => ({
        ...{ group: topic ?? 'Other', number: mailboxes, tone: 'warn' },
        unit: unit ?? [`mailbox: ${title}`, `mailboxes: ${title}`],
        ...(items === '' ? {} : { note: items }),
        rows: { report, highlight: at },
    }));
}
function mailboxTiles(summary) {
    const { mailboxes, reports, duplicateCount, unlistedCount, includesUnlisted = false } = summary;
    const away = reports.find((report) => report.away !== undefined);
    return [
        {
            ...{ group: 'Unread', number: mailboxes.unreadable, tone: 'warn', evenZero: true },
            unit: ['mailbox could not be read', 'mailboxes could not be read'],
            // In the first table that has such rows.
            rows: { view: 'unreadable' },
        },
        {
            ...{ group: 'Replies', number: away?.away ?? 0, unit: ['mailbox is away now', 'mailboxes are away now'] },
            ...{ rows: { report: away?.name, view: 'away' }, evenZero: away !== undefined },
        },
        {
            ...{ group: 'Result', number: unlistedCount ?? 0, evenZero: unlistedCount !== undefined },
            unit: ['mailbox is not in the list', 'mailboxes are not in the list'],
        },
        {
            ...{ group: 'Result', number: duplicateCount },
            unit: ['line of the list is repeated', 'lines of the list are repeated'],
        },
        {
            ...{ group: 'Result', number: mailboxes.total },
            unit: includesUnlisted ? ['mailbox', 'mailboxes'] : ['mailbox in the list', 'mailboxes in the list'],
        },
    ];
}

;// CONCATENATED MODULE: ./src/outputs/page/document.ts












/** The start of the page: an HTML document that needs no network. The elements with the rows and the script follow. */
function documentStart(content, assets) {
    const { summary, data } = content;
    const sections = sectionsOf(summary);
    // Not a template: prettier would reformat it, and the content of style and script elements is hashed.
    return [
        '<!doctype html>',
        '<html lang="en">',
        '<head>',
        '<meta charset="utf-8">',
        html `<meta http-equiv="Content-Security-Policy" content="${contentPolicy(assets)}" />`.text,
        '<meta name="viewport" content="width=device-width, initial-scale=1">',
        '<meta name="color-scheme" content="light dark">',
        '<meta name="referrer" content="no-referrer">',
        html `<title>${titleOf(summary)}</title>`.text,
        `<style>${assets.style}</style>`,
        '</head>',
        '<body>',
        '<a class="skip-link" href="#tables-title">Go to the rows</a>',
        topBar(sections).text,
        '<main>',
        head(content).text,
        ...sections.map((section) => panelHtml(section).text),
        tablesSection(summary.reports).text,
        distributionsPanel(summary.reports).text,
        runSection(content).text,
        '</main>',
        `<script type="application/json" id="page-data">${jsonText(data)}</script>`,
        '',
    ].join('\n');
}
function sectionsOf(summary) {
    const { comparison, policy, reports, warnings, lines, retirements, senders } = summary;
    return [
        comparison && (0,changes/* newViolationsSection */.oT)(comparison),
        (0,changes/* comparisonSection */.vU)(summary),
        historySection(summary),
        policy && (0,sections_policy/* rulesSection */.bg)(policy, true),
        policy && (0,sections_policy/* violatingSection */.jX)(policy, lines),
        policy && (0,sections_policy/* exemptionsSection */.qE)(policy, 'full'),
        sendersSection(senders, reports),
        (0,settings/* repliesSection */.YY)(reports),
        (0,run/* unreadSection */.f7)(summary),
        retirements && (0,sections_retirements/* retirementsSection */._)(retirements, 'full'),
        (0,settings/* mailboxesSection */.uz)(reports),
        (0,run/* warningsSection */.xd)(warnings),
    ].filter((section) => section !== undefined);
}
/** The bar that stays in view: the search, which the program of the page adds, and links to the sections. */
function topBar(sections) {
    const links = [
        // First, since a phone shows only the first links without scrolling.
        { id: 'tables-title', name: 'All rows' },
        ...sections.map(({ title, short = title }) => ({ id: sectionId(title), name: short })),
        { id: 'this-run', name: 'This run' },
    ];
    return html `<header class="top">
    <a class="to-top" href="#result">Mailbox Report</a>
    <div id="search"></div>
    <nav aria-label="Sections">${links.map(({ id, name }) => html `<a href="#${id}">${name}</a> `)}</nav>
  </header>`;
}
/** The most frequent languages and time zones, folded. */
function distributionsPanel(reports) {
    const tables = (0,settings/* valueSections */.GH)(reports, ['Language', 'TimeZone']).flatMap(({ blocks }) => blocks.map(blockHtml));
    if (tables.length === 0)
        return html ``;
    return html `<details class="panel more distributions">
    <summary><h2>Languages and time zones</h2></summary>
    <div class="columns-of-tables">${tables}</div>
  </details> `;
}
/** The program of the page fills this section. */
function tablesSection(reports) {
    return html `<section id="tables" aria-labelledby="tables-title">
    <h2 id="tables-title" tabindex="-1">All rows</h2>
    ${experimentalNote((0,run/* experimentalText */.Sk)(reports))}
    <p class="loading">Reading the rows…</p>
    <noscript><p>The table needs JavaScript. The CSV files beside this page have the same rows.</p></noscript>
  </section>`;
}
function experimentalNote(text) {
    return text === undefined ? undefined : html `<p class="experimental"><strong>Experimental:</strong> ${text}</p>`;
}
function titleOf(summary) {
    return `Mailbox Report: ${(0,run/* resultText */.D6)(summary)}, ${(0,text_numbers/* counted */.hS)(summary.mailboxes.total, 'mailbox', 'mailboxes')}`;
}
/** The result, where it is from, and the numbers of the first screen. */
function head({ summary, data: { when }, tenant, repository }) {
    const { result, hint, copy = [], mailboxes } = summary;
    const tone = result === 'pass' && mailboxes.unreadable > 0 ? 'incomplete' : result;
    const origin = [
        ...(repository === undefined ? [] : [html_link(repository.name, repository.url)]),
        tenantText(summary, tenant),
        timeText(when),
    ];
    return html `<header class="head">
    <h1 id="result" tabindex="-1">Mailbox Report</h1>
    <p class="result result-${tone}">${(0,run/* resultText */.D6)(summary)}</p>
    <p class="origin">${origin.map((part) => html `<span>${part}</span> `)}</p>
    <p class="message">${(0,run/* resultSentence */.bt)(summary)}</p>
    ${tilesList(summary)} ${hint === '' ? undefined : html `<p class="hint">${hint}</p> `} ${copy.map(copyHtml)}
  </header> `;
}
/** The tenant by a domain that it confirmed, and as the run names it. */
function tenantText({ mailboxes: { domain } }, tenant) {
    return `tenant ${domain === undefined || domain === tenant.toLowerCase() ? tenant : `${domain} (${tenant})`}`;
}
function copyHtml({ label, text, isLink = false }) {
    return html `<p class="hint">${isLink ? html_link(label, text) : html `${label}: <code>${text}</code>`}</p> `;
}
/** A time to the minute: `2026-11-28 06:30 UTC`. */
function utcText(when) {
    return `${new Date(when).toISOString().slice(0, 16).replace('T', ' ')} UTC`;
}
function timeText(when) {
    return html `<time datetime="${new Date(when).toISOString()}">${utcText(when)}</time>`;
}
/** How the report was made. */
function runSection({ summary, data: { when }, cloud, repository }) {
    const { certificate, durationMs, mailboxes } = summary;
    const commit = repository?.commit && { link: repository.commit.sha.slice(0, 12), url: repository.commit.url };
    const facts = [
        ...(0,run/* runFacts */.pI)(summary),
        ['Mailboxes', `${(0,text_numbers/* count */.U9)(mailboxes.read)} read, of ${(0,text_numbers/* count */.U9)(mailboxes.total)}`],
        ['Cloud', cloud],
        ['Certificate', certificate && certificateContent(certificate)],
        ['Commit', commit],
    ];
    const shown = facts.flatMap(([name, value]) => (value === undefined ? [] : [fact(name, contentHtml(value))]));
    return html `<section class="panel" id="this-run" tabindex="-1">
    <h2>This run</h2>
    <dl class="facts">${fact('When', html `${timeText(when)}, took ${(0,text_numbers/* duration */.p0)(durationMs)}`)} ${shown}</dl>
  </section> `;
}
function fact(name, value) {
    return html `<div>
    <dt>${name}</dt>
    <dd>${value}</dd>
  </div> `;
}
function certificateContent(certificate) {
    const text = (0,run/* certificateText */.V5)(certificate);
    return (0,run/* isExpiring */.v$)(certificate) ? { strong: `${text}: register a new one` } : text;
}
/** The Content Security Policy: no requests, only this script and style. https://www.w3.org/TR/CSP3/#match-element-to-source-list */
function contentPolicy({ script, style }) {
    const hash = (text) => `'sha256-${(0,external_node_crypto_.createHash)('sha256').update(text).digest('base64')}'`;
    return [
        "default-src 'none'",
        `script-src ${hash(script)}`,
        `style-src ${hash(style)}`,
        "base-uri 'none'",
        "form-action 'none'",
    ].join('; ');
}

// EXTERNAL MODULE: external "node:zlib"
var external_node_zlib_ = __webpack_require__(38522);
// EXTERNAL MODULE: ./src/run/mailbox-result.ts
var mailbox_result = __webpack_require__(70611);
// EXTERNAL MODULE: ./src/outputs/files/csv-sinks.ts
var csv_sinks = __webpack_require__(84611);
// EXTERNAL MODULE: ./src/outputs/files/output-directory.ts
var output_directory = __webpack_require__(3075);
;// CONCATENATED MODULE: ./src/outputs/page/rows.ts








/** Rows that are compressed together: the page reads them chunk by chunk, and stays responsive in between. */
const CHUNK_ROWS = 1_000;
/** The same in characters, since a reply can have many thousand. */
const CHUNK_CHARACTERS = 1024 * 1024;
/** The columns of the places of mailboxes in their lists. */
const PLACE_COLUMNS = ['File', 'Line', 'Mailboxes'];
/**
 * Collects the rows of the report page in files of a temporary folder, since the page starts with counts that are known
 * only at the end. `discard` removes the folder.
 */
class PageRows {
    #reports;
    #findings;
    #changes;
    #places;
    #listColumns;
    #listPlaces = new ListPlaces();
    #tempFolder;
    #closed;
    constructor({ folder, reports, listColumns = [], hasVerdicts, isCompared }) {
        const table = (name, columns) => new TableRows(name, columns, () => {
            this.#tempFolder ??= (0,output_directory/* makeTempFolder */.Pd)(folder, 'page-');
            return (0,text_file/* createTextFile */.Qz)(external_node_path_default().join(this.#tempFolder, name));
        });
        this.#listColumns = listColumns;
        this.#reports = reports.map((report) => table(report.name, (0,csv_sinks/* reportColumns */.ix)(report, hasVerdicts)));
        this.#findings = hasVerdicts ? table('violations', (0,csv_sinks/* violationColumns */.jG)(listColumns)) : undefined;
        this.#changes = isCompared ? table('changes', csv_sinks/* CHANGE_COLUMNS */.FK) : undefined;
        // No report can have this name.
        this.#places = table('.places', PLACE_COLUMNS);
    }
    async add(result) {
        for (const [at, report] of result.reports.entries()) {
            const table = this.#reports[at];
            if (table === undefined)
                throw new Error(`the page has no table of ${report.definition.name}`);
            for (const [row, record] of (0,csv_sinks/* reportRecords */.$Q)(report, this.#findings !== undefined, result.reports).entries()) {
                await table.add(record.map(pageCell), { highlights: report.highlights?.[row] });
            }
        }
        const place = this.#listPlaces.add(result.mailbox);
        if (place !== undefined)
            await this.#places.add(place);
        await this.#addChanges(result.changes ?? []);
        if (this.#findings === undefined)
            return;
        for (const finding of (0,mailbox_result/* findingsOf */.WX)(result)) {
            const cells = (0,csv_sinks/* violationCells */.dA)(finding, this.#listColumns);
            // As they are counted: a new finding may also be known or exempt.
            const isViolation = finding.verdict === 'fail' || finding.verdict === 'warn';
            await this.#findings.add(cells.map(pageCell), { isNew: isViolation && finding.novelty === 'new' });
        }
    }
    /** The tables of the reports in their order, then those of findings and of changes. Complete after `close`. */
    get tables() {
        return [...this.#reports, this.#findings, this.#changes].filter((table) => table !== undefined);
    }
    /** Complete after `close`. */
    get places() {
        return this.#places;
    }
    /** `removed`: mailboxes that the list no longer has, which come last. */
    close(removed = []) {
        this.#closed ??= this.#close(removed);
        return this.#closed;
    }
    /** Removes the temporary files. */
    async discard() {
        try {
            await this.close();
        }
        finally {
            await (0,output_directory/* removeTemp */.DO)(this.#tempFolder);
        }
    }
    async #close(removed) {
        try {
            await this.#addChanges(removed);
            const place = this.#listPlaces.last;
            if (place !== undefined)
                await this.#places.add(place);
        }
        finally {
            await (0,text_file/* closeAll */.S5)([...this.tables, this.#places]);
        }
    }
    async #addChanges(changes) {
        for (const change of changes)
            await this.#changes?.add((0,csv_sinks/* changeCells */.qv)(change).map(pageCell));
    }
}
/** Compresses the rows of one table into a temporary file, as lines of base64, each a chunk of rows. */
class TableRows {
    name;
    columns;
    rows = 0;
    /** Positions of the rows that the earlier report does not have. */
    newRows = [];
    #open;
    #encoder;
    #chunk = [];
    #characters = 0;
    #file;
    constructor(name, columns, open) {
        this.name = name;
        this.columns = columns;
        this.#open = open;
        this.#encoder = new data/* RowEncoder */.rZ(columns.length);
    }
    /** Undefined if there are no rows. Complete after `close`. */
    get file() {
        return this.#file?.path;
    }
    add(cells, { isNew, highlights } = {}) {
        if (isNew === true)
            this.newRows.push(this.rows);
        this.rows += 1;
        const line = this.#encoder.encode(cells, highlights);
        this.#chunk.push(line);
        this.#characters += line.length;
        if (this.#chunk.length >= CHUNK_ROWS || this.#characters >= CHUNK_CHARACTERS)
            return this.#write();
    }
    async close() {
        try {
            if (this.#chunk.length > 0)
                await this.#write();
        }
        finally {
            await this.#file?.close();
        }
    }
    #write() {
        const chunk = (0,external_node_zlib_.deflateRawSync)(this.#chunk.join('\n')).toString('base64');
        this.#chunk = [];
        this.#characters = 0;
        this.#file ??= this.#open();
        return this.#file.write(`${chunk}\n`);
    }
}
function pageCell(cell) {
    return typeof cell === 'number' ? cell : (0,display/* cellText */.Ie)(cell);
}
/** Joins mailboxes on successive lines of a list to one row of their places, since most lists have no other lines. */
class ListPlaces {
    /** The last row, which the next mailbox may extend. */
    last;
    /** Returns the row before, if the mailbox does not extend it. */
    add({ file, line }) {
        const { last } = this;
        if (last?.[0] === file && line === last[1] + last[2]) {
            this.last = [file, last[1], last[2] + 1];
            return undefined;
        }
        this.last = [file, line, 1];
        return last;
    }
}

;// CONCATENATED MODULE: ./src/outputs/page/rules.ts
/** The rules of a policy, as the views of mailboxes show them. */
function pageRules(policy) {
    return (policy?.rules ?? []).map((rule) => {
        const { id, title, report, help } = rule;
        return { id, title, report, help, settings: settingsOf(rule), isPlanned: rule.set !== undefined };
    });
}
/** What a violating mailbox is to be changed to: the rule's `set`, or the only values that it accepts of Exchange's parameters. */
function settingsOf({ set, report, expect }) {
    if (set !== undefined)
        return Object.fromEntries(set.map(({ path, value }) => [path, value]));
    const settings = {};
    for (const [column, schema] of Object.entries(expect)) {
        const parameters = parametersFor(report, column, schema);
        if (parameters === undefined)
            return undefined;
        Object.assign(settings, parameters);
    }
    return settings;
}
/** Columns that are parameters of `Set-Mailbox` and `Set-CASMailbox` of the same name and type. */
const PARAMETERS = new Map([
    [
        'mailbox-properties',
        [
            ...['ForwardingAddress', 'ForwardingSmtpAddress', 'DeliverToMailboxAndForward', 'LitigationHoldEnabled'],
            ...['SingleItemRecoveryEnabled', 'AuditEnabled', 'HiddenFromAddressListsEnabled', 'MessageCopyForSentAsEnabled'],
        ],
    ],
    [
        'client-access',
        [
            ...['SmtpClientAuthenticationDisabled', 'ImapEnabled', 'PopEnabled', 'ActiveSyncEnabled', 'OWAEnabled'],
            ...['MAPIEnabled', 'EwsEnabled'],
        ],
    ],
]);
function parametersFor(report, column, schema) {
    const value = onlyValue(schema);
    if (report === 'client-access' && column === 'SmtpAuth' && value === 'disabled') {
        return { SmtpClientAuthenticationDisabled: true };
    }
    if (report === 'mailbox-properties' && column === 'ExternalTargets' && allowsNone(schema)) {
        return { ForwardingAddress: null, ForwardingSmtpAddress: null };
    }
    const isParameter = PARAMETERS.get(report)?.includes(column) === true;
    return isParameter && value !== undefined ? { [column]: value } : undefined;
}
/** The value that a schema accepts, if it is a single one; undefined if it may accept others. */
function onlyValue(schema) {
    if (typeof schema === 'boolean')
        return undefined;
    if (schema.const !== undefined)
        return schema.const;
    if (schema.type === 'null')
        return null;
    return Array.isArray(schema.enum) && schema.enum.length === 1 ? schema.enum[0] : undefined;
}
function allowsNone(schema) {
    if (typeof schema === 'boolean')
        return false;
    return schema.maxItems === 0 || (Array.isArray(schema.const) && schema.const.length === 0);
}

;// CONCATENATED MODULE: ./src/outputs/page/report-page.ts








/** The report page of a run: one HTML file with the result, what was found, and every row of the CSVs in tables. */
class ReportPage {
    #file;
    #options;
    #rows;
    #isWritten = false;
    constructor(file, options) {
        const { reports, policy, listColumns, isCompared } = options;
        this.#file = file;
        this.#options = options;
        this.#rows = new PageRows({
            ...{ folder: external_node_path_default().dirname(file), reports, listColumns, isCompared },
            hasVerdicts: policy !== undefined,
        });
    }
    /** Undefined until the page is written. */
    get path() {
        return this.#isWritten ? this.#file : undefined;
    }
    add(result) {
        return this.#rows.add(result);
    }
    /**
     * Writes the page, and replaces it if called again with another summary. A page that cannot be drawn is a bug that is
     * reported in a warning and fails nothing: the CSVs have the same rows. Rejects with the UserError `OUTPUT_UNWRITABLE`.
     */
    async close(summary) {
        await this.#rows.close(summary?.comparison?.removed());
        if (summary === undefined)
            return;
        try {
            await this.#write(summary);
            this.#isWritten = true;
        }
        catch (error) {
            if (error instanceof errors/* UserError */.yo)
                throw error;
            const { log, warnings } = this.#options;
            warnings.add(`The report page could not be written: ${(0,errors/* describeError */.Uc)(error)}. This is a bug in Mailbox Report.`);
            if (error instanceof Error && error.stack !== undefined)
                log.debug((0,run_log/* logText */.kc)(error.stack));
        }
    }
    /** Removes the temporary files. */
    discard() {
        return this.#rows.discard();
    }
    async #write(summary) {
        const { csv, step, cloud, tenant, policy, reports, listColumns, started: when, loadAssets } = this.#options;
        const listed = new Map(reports.map((report) => [report.name, [...(report.listColumns?.keys() ?? [])]]));
        listed.set('violations', [...listColumns]);
        const repository = step.source;
        const assets = await loadAssets();
        const { tables, places } = this.#rows;
        const data = {
            ...csv,
            when,
            run: [tenantText(summary, tenant), utcText(when), ...(summary.runUrl === undefined ? [] : [summary.runUrl])].join(', '),
            tables: tables.map((table) => ({ ...pageTable(table, summary), listed: listed.get(table.name) })),
            first: firstTable(summary),
            rules: pageRules(policy),
            places: { columns: places.columns, rows: places.rows },
            source: repository?.lines,
        };
        const content = { summary, data, cloud, tenant, repository };
        const file = (0,text_file/* createTextFile */.Qz)(this.#file, documentStart(content, assets));
        try {
            for (const [at, { file: rows }] of [...tables, places].entries()) {
                await file.write(`<script type="text/plain" id="rows-${at}">\n`);
                if (rows !== undefined)
                    await file.append(rows);
                await file.write('</script>\n');
            }
            await file.write(`<script>${assets.script}</script>\n</body>\n</html>\n`);
        }
        finally {
            await file.close();
        }
    }
}
/**
 * Reads the script and the style sheet of the page from the folder of the action's entry, where the build writes them.
 * Rejects if they are missing.
 */
async function readPageAssets(folder) {
    const script = await (0,promises_.readFile)(external_node_path_default().join(folder, 'page.js'), 'utf8');
    const style = await (0,promises_.readFile)(external_node_path_default().join(folder, 'page.css'), 'utf8');
    return { script: script.trimEnd(), style: style.trimEnd() };
}
function pageTable({ name, columns, rows, newRows }, { reports }) {
    const findings = name === 'violations';
    const table = { name, file: `${name}.csv`, columns, rows, findings, newRows };
    const report = reports.find((counts) => counts.name === name);
    if (report === undefined) {
        const unit = findings ? ['finding', 'findings'] : ['change', 'changes'];
        return { ...table, unit, items: rows, highlights: [], experimental: false };
    }
    const { unit, found: items, isExperimental } = report;
    const highlights = report.highlights.map(({ title, columns: shown, rows: found }) => ({
        ...{ title, columns: shown, rows: found },
    }));
    return { ...table, unit: [unit.singular, unit.plural], items, highlights, experimental: isExperimental };
}
/** The table to show first: the findings of violations, else the first report with a highlight. */
function firstTable({ policy, reports }) {
    if (policy !== undefined && policy.verdicts.violating.count > 0)
        return 'violations';
    return reports.find(({ highlights }) => highlights.some(({ rows }) => rows > 0))?.name;
}


/***/ }),

/***/ 96927:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   w: () => (/* binding */ readShippedRetirements),
/* harmony export */   y: () => (/* binding */ chooseRetirements)
/* harmony export */ });
/* harmony import */ var node_fs_promises__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(51455);
/* harmony import */ var node_fs_promises__WEBPACK_IMPORTED_MODULE_0___default = /*#__PURE__*/__webpack_require__.n(node_fs_promises__WEBPACK_IMPORTED_MODULE_0__);
/* harmony import */ var node_path__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(76760);
/* harmony import */ var node_path__WEBPACK_IMPORTED_MODULE_1___default = /*#__PURE__*/__webpack_require__.n(node_path__WEBPACK_IMPORTED_MODULE_1__);
/* harmony import */ var _errors_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(83916);
/* harmony import */ var _definition_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(54530);




const FILE = 'retirements.yml';
/**
 * The retirements that the reports of a run can detect: of a file in the workspace, else of the list that is shipped. Rejects with the
 * UserError `RETIREMENTS_FILE` for a file of the user.
 *
 * @param load reads the list that is shipped
 */
async function chooseRetirements(file, workspace, reports, load) {
    const shipped = file === undefined ? await load() : '';
    // Most runs need neither the list nor the reader of YAML.
    if (file === undefined && !reports.some(({ name }) => shipped.includes(`report: ${name}\n`)))
        return [];
    const { checkRetirementsFile, parseRetirements } = await Promise.all(/* import() */[__webpack_require__.e(22), __webpack_require__.e(815), __webpack_require__.e(129), __webpack_require__.e(897), __webpack_require__.e(384), __webpack_require__.e(463)]).then(__webpack_require__.bind(__webpack_require__, 88397));
    const checked = file === undefined ? parseRetirements(shipped, FILE) : await checkRetirementsFile(file, workspace, reports);
    return (0,_errors_js__WEBPACK_IMPORTED_MODULE_2__/* .requireValue */ .vd)(checked).filter(({ detect }) => {
        const report = reports.find(({ name }) => name === detect.report);
        // A report file of the user may have other columns than the shipped list expects.
        return report !== undefined && Object.keys(detect.when).every((column) => (0,_definition_js__WEBPACK_IMPORTED_MODULE_3__/* .hasColumn */ .R4)(report, column));
    });
}
/** Reads the list that is shipped beside the program, or in a clone above its folder. '' if it is missing: it never fails a run. */
async function readShippedRetirements(folder) {
    for (const place of [folder, node_path__WEBPACK_IMPORTED_MODULE_1___default().dirname(node_path__WEBPACK_IMPORTED_MODULE_1___default().resolve(folder))]) {
        try {
            return await (0,node_fs_promises__WEBPACK_IMPORTED_MODULE_0__.readFile)(node_path__WEBPACK_IMPORTED_MODULE_1___default().join(place, FILE), 'utf8');
        }
        catch (error) {
            if ((0,_errors_js__WEBPACK_IMPORTED_MODULE_2__/* .systemErrorCode */ .vq)(error) !== 'ENOENT')
                throw error;
        }
    }
    return '';
}


/***/ })

};
