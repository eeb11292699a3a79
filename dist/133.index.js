export const id = 133;
export const ids = [133];
export const modules = {

/***/ 84611:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   $Q: () => (/* binding */ reportRecords),
/* harmony export */   $d: () => (/* binding */ createReportCsv),
/* harmony export */   $z: () => (/* binding */ createUnlistedCsv),
/* harmony export */   FK: () => (/* binding */ CHANGE_COLUMNS),
/* harmony export */   Gg: () => (/* binding */ VIOLATION_COLUMNS),
/* harmony export */   dA: () => (/* binding */ violationCells),
/* harmony export */   fU: () => (/* binding */ createViolationsCsv),
/* harmony export */   iD: () => (/* binding */ createChangesCsv),
/* harmony export */   ix: () => (/* binding */ reportColumns),
/* harmony export */   qv: () => (/* binding */ changeCells)
/* harmony export */ });
/* harmony import */ var _reports_definition_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(54530);
/* harmony import */ var _run_mailbox_result_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(70611);
/* harmony import */ var _csv_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(37126);



/** Creates the CSV of a report: every mailbox of the list, in its order. Throws as `createTextFile` does. */
function createReportCsv(file, report, hasVerdicts, options) {
    const rowsOf = ({ reports }) => {
        const result = reports.find(({ definition }) => definition === report);
        if (result === undefined)
            throw new Error(`no rows of the report ${report.name}`);
        return reportRecords(result, hasVerdicts);
    };
    return (0,_csv_js__WEBPACK_IMPORTED_MODULE_0__/* .csvSink */ .c9)(file, reportColumns(report, hasVerdicts), rowsOf, options);
}
/** The header of a report: its columns, and those of a verdict if the run has a policy. */
function reportColumns(report, hasVerdicts) {
    return [...(0,_reports_definition_js__WEBPACK_IMPORTED_MODULE_1__/* .columnNames */ .lo)(report), ...(hasVerdicts ? _reports_definition_js__WEBPACK_IMPORTED_MODULE_1__/* .VERDICT_COLUMNS */ .aZ : [])];
}
/**
 * The rows of a mailbox as the cells of records: address, the report's columns, status, error. If the run has a policy, the
 * verdict and the ids of the violated rules follow; both are blank if no rule applies to the report.
 */
function reportRecords({ rows, verdict }, hasVerdicts) {
    return rows.map(({ mailbox, cells, status, error }, at) => {
        const record = [mailbox.address, ...cells, status, error];
        if (!hasVerdicts)
            return record;
        const row = verdict?.rows[at];
        return row === undefined ? [...record, '', ''] : [...record, row.verdict, row.violations.join('; ')];
    });
}
/** Creates `violations.csv`, with a row for each finding. Throws as `createTextFile` does. */
function createViolationsCsv(file, options) {
    return (0,_csv_js__WEBPACK_IMPORTED_MODULE_0__/* .csvSink */ .c9)(file, VIOLATION_COLUMNS, (result) => (0,_run_mailbox_result_js__WEBPACK_IMPORTED_MODULE_2__/* .findingsOf */ .WX)(result).map(violationCells), options);
}
/** The header of `violations.csv`. */
const VIOLATION_COLUMNS = [
    'Rule',
    'Severity',
    'Report',
    'MailboxName',
    // Which of the mailbox's rows: the inbox rule, the folder.
    'Item',
    'Column',
    'Found',
    'Expected',
    'Verdict',
    'Since',
    'Exemption',
];
/** The cells of a finding. */
function violationCells(finding) {
    const { rule, mailbox, item, column, found, expected, verdict, since = '', exemption } = finding;
    const why = exemption === undefined ? '' : `${exemption.reason} (${exemption.owner}, until ${exemption.expires})`;
    const { id, severity, report } = rule;
    return [id, severity, report, mailbox.address, item, column, found, expected, verdict, since, why];
}
/**
 * Creates `changes.csv`, with a row for each difference from the earlier report; mailboxes that the list no longer has come
 * last. Throws as `createTextFile` does.
 */
function createChangesCsv(file, options) {
    return (0,_csv_js__WEBPACK_IMPORTED_MODULE_0__/* .csvSink */ .c9)(file, CHANGE_COLUMNS, ({ changes = [] }) => changes.map(changeCells), {
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
    return (0,_csv_js__WEBPACK_IMPORTED_MODULE_0__/* .csvSink */ .c9)(file, columns, () => [], {
        ...options,
        lastRows: () => {
            return unlisted.isComplete
                ? unlisted.mailboxes.map(({ address, type, created }) => [address, type, created])
                : [];
        },
    });
}


/***/ }),

/***/ 76133:
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
var numbers = __webpack_require__(92613);
// EXTERNAL MODULE: ./src/outputs/sections/changes.ts
var changes = __webpack_require__(41970);
// EXTERNAL MODULE: ./src/outputs/sections/policy.ts
var sections_policy = __webpack_require__(62625);
// EXTERNAL MODULE: ./src/outputs/sections/run.ts
var run = __webpack_require__(44974);
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
;// CONCATENATED MODULE: ./src/outputs/page/data.ts
/** Texts of a column that are written once and then referred to, such as time zones. Further texts are written out. */
const MAX_KNOWN = 1_000;
/** Longer texts seldom repeat, and would take memory on both sides. */
const MAX_KNOWN_LENGTH = 200;
/**
 * Writes rows as lines of JSON that compress well: a text that occurred before in its column is the number of its place, a
 * new one is a string, a number is in brackets. A row with highlights has one more text after those of its columns, their
 * positions: `0 2`.
 */
class RowEncoder {
    /** The texts of each column with their places. `RowDecoder` learns the same ones. */
    #columns;
    #highlights = new Map();
    constructor(columns) {
        this.#columns = Array.from({ length: columns }, () => new Map());
    }
    /** Returns one line, without a line end. `highlights`: their positions. */
    encode(cells, highlights = []) {
        const line = this.#columns.map((known, at) => encoded(cells[at] ?? '', known));
        if (highlights.length > 0)
            line.push(encoded(highlights.join(' '), this.#highlights));
        return JSON.stringify(line);
    }
}
function encoded(cell, known) {
    if (typeof cell === 'number')
        return [cell];
    const place = known.get(cell);
    if (place === undefined && isKept(cell, known.size))
        known.set(cell, known.size);
    return place ?? cell;
}
function isKept(text, known) {
    return known < MAX_KNOWN && text.length <= MAX_KNOWN_LENGTH;
}
const NONE = (/* unused pure expression or super */ null && ([]));
/** Reads the lines of a `RowEncoder`, from the first one on. */
class RowDecoder {
    #known;
    constructor(columns) {
        this.#known = Array.from({ length: columns + 1 }, () => []);
    }
    /** Throws if the line is malformed. */
    decode(line) {
        const encoded = JSON.parse(line);
        if (!Array.isArray(encoded))
            throw new TypeError('a row is not an array');
        const columns = this.#known.length - 1;
        const cells = encoded.map((cell, at) => decoded(cell, this.#known[at] ?? []));
        if (cells.length <= columns)
            return { cells, highlights: NONE };
        return { cells: cells.slice(0, columns), highlights: String(cells[columns]).split(' ').map(Number) };
    }
}
function decoded(cell, known) {
    if (typeof cell === 'number') {
        const text = known[cell];
        if (text === undefined)
            throw new RangeError('a row refers to an unknown text');
        return text;
    }
    if (typeof cell === 'string') {
        if (isKept(cell, known.length))
            known.push(cell);
        return cell;
    }
    const number = Array.isArray(cell) ? cell[0] : undefined;
    if (typeof number !== 'number')
        throw new TypeError('a cell is neither text nor number');
    return number;
}
/**
 * The web address of a line of a mailbox list on GitHub. As plain text, since GitHub shows a CSV as a table, without its lines.
 *
 * @param source where the files of a commit are: `https://github.com/owner/name/blob/<sha>/`
 * @param file path relative to the workspace, with forward slashes
 */
function listLineUrl(source, file, line) {
    return `${source}${file.split('/').map(encodeURIComponent).join('/')}?plain=1#L${line}`;
}

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
/** Renders sections as HTML. `source`: where the files of the commit are on GitHub, if it is known. */
class Panels {
    #source;
    constructor(source) {
        this.#source = source;
    }
    panel({ title, note, blocks }) {
        const small = note === undefined ? undefined : html ` <small>${note}</small>`;
        return html `<section class="panel">
      <h2>${title}${small}</h2>
      ${blocks.map((block) => this.block(block))}
    </section> `;
    }
    /** A table with its legend. All but its first rows are folded on the screen and opened for printing. */
    #table(table) {
        const { label, rows, open = rows.length, more = 0, unit, legend } = table;
        const next = rows.slice(open);
        const hidden = next.length > 0 ? 0 : more;
        return html `${this.#rows({ ...table, rows: rows.slice(0, open), more: hidden })} ${legend && legendOf(legend)}
    ${next.length === 0
            ? undefined
            : html `<details class="more">
            <summary>The next ${(0,numbers/* counted */.hS)(next.length, ...unit)}</summary>
            ${this.#rows({ ...table, rows: next, label: `${label}: the next` })}
          </details> `}`;
    }
    content(content) {
        return html `${(0,section/* piecesOf */.X)(content).map((piece) => this.#piece(piece))}`;
    }
    block(block) {
        if ('table' in block)
            return this.#table(block.table);
        if ('heading' in block)
            return html `<h3>${this.content(block.heading)}</h3> `;
        if ('paragraph' in block)
            return html `<p class="rest">${this.content(block.paragraph)}</p> `;
        return html `<ul>
      ${block.items.map((item) => html `<li>${this.content(item)}</li>`)}
    </ul>`;
    }
    /**
     * A table, which the style sheet shows as cards on narrow screens. Browsers then drop the implicit roles, so these are
     * explicit; a card shows the `data-label` of each cell.
     */
    #rows({ label, columns, rows, more = 0 }) {
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
                ${shown.map((column) => this.#cell(column, cells[column.at] ?? '', column.at === 0))}
              </tr> `)}
          ${more > 0
            ? html `<tr role="row">
                  <td role="cell" colspan="${shown.length}">and ${(0,numbers/* count */.U9)(more)} more</td>
                </tr> `
            : undefined}
        </tbody>
      </table>
    </div> `;
    }
    #cell({ name, kind }, cell, isHeader) {
        const content = this.#cellContent(cell);
        return isHeader
            ? html `<th scope="row" role="rowheader" ${classOf(kind)}>${content}</th> `
            : html `<td role="cell" ${classOf(kind)} data-label="${name}">${content}</td> `;
    }
    #cellContent(cell) {
        if (typeof cell === 'object' && 'segments' in cell)
            return bar(cell);
        if (typeof cell !== 'object' || !('lines' in cell))
            return this.content(cell);
        return html `<ul>
      ${cell.lines.map((line) => html `<li>${this.content(line)}</li> `)}
    </ul>`;
    }
    #piece(piece) {
        if (typeof piece === 'string')
            return html `${piece}`;
        if ('code' in piece)
            return html `<code>${piece.code}</code>`;
        if ('strong' in piece)
            return html `<strong>${piece.strong}</strong>`;
        if ('note' in piece)
            return html ` <span class="note">${this.content(piece.note)}</span>`;
        if ('url' in piece)
            return html_link(piece.link, piece.url);
        if ('mailbox' in piece)
            return html `<a href="${fragmentOf({ mailbox: piece.mailbox })}">${piece.mailbox}</a>`;
        if ('about' in piece)
            return html `<a href="${fragmentOf(piece.rows)}">${this.content(piece.about)}</a>`;
        if ('sign' in piece)
            return html ``;
        const place = `${piece.file}, line ${piece.line}`;
        return this.#source === undefined ? html `${place}` : html_link(place, listLineUrl(this.#source, piece.file, piece.line));
    }
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
function percent(value) {
    return `${Math.round(100 * value) / 100}%`;
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

;// CONCATENATED MODULE: ./src/outputs/page/tiles.ts




/**
 * The first screen: what changed, what fails, the highlights of the reports, what could not be read, and how many mailboxes
 * there are. A line lists the highlights that were not found.
 */
function tilesList(summary) {
    const { missing } = (0,run/* highlightsOf */.Xz)(summary.reports);
    const tiles = [
        ...changeTiles(summary),
        ...policyTiles(summary),
        ...highlightTiles(summary),
        ...mailboxTiles(summary),
    ].filter(({ number, evenZero }) => number > 0 || evenZero === true);
    return html `<ul class="counts">
      ${tiles.map(tileItem)}
    </ul>
    ${missing.length === 0 ? undefined : html `<p class="hint">Not found: ${missing.join('; ')}.</p> `}`;
}
function tileItem({ key, number, unit, note, tone, rows }) {
    const [one, others] = unit;
    const text = html `<strong>${(0,numbers/* count */.U9)(number)}</strong> <span>${number === 1 ? one : others}</span>${note === undefined ? undefined : html ` <small>${note}</small>`}`;
    const content = rows === undefined || number === 0 ? html `<p>${text}</p>` : html `<a href="${fragmentOf(rows)}">${text}</a>`;
    const classes = number === 0 || tone === undefined ? key : `${key} tone-${tone}`;
    return html `<li class="${classes}">${content}</li> `;
}
function changeTiles({ comparison }) {
    if (comparison === undefined)
        return [];
    const { counts, comparesViolations } = comparison;
    const rows = (view) => ({ report: 'changes', view });
    const violations = [
        {
            ...{ key: 'new-violations', number: counts.newViolationCount, unit: ['new violation', 'new violations'] },
            ...{ tone: 'bad', rows: rows('new-violation'), evenZero: true },
        },
        {
            ...{ key: 'resolved', number: counts.resolvedCount, unit: ['violation resolved', 'violations resolved'] },
            ...{ tone: 'good', rows: rows('resolved') },
        },
    ];
    return [
        ...(comparesViolations ? violations : []),
        {
            ...{ key: 'changed', number: counts.changedMailboxes, unit: ['mailbox changed', 'mailboxes changed'] },
            ...{ rows: { report: 'changes' }, evenZero: true },
        },
        {
            ...{ key: 'added', number: counts.addedMailboxes, rows: rows('mailbox-added') },
            unit: ['mailbox added to the list', 'mailboxes added to the list'],
        },
        {
            ...{ key: 'removed', number: counts.removedMailboxes, rows: rows('mailbox-removed') },
            unit: ['mailbox removed from the list', 'mailboxes removed from the list'],
        },
    ];
}
function policyTiles({ policy }) {
    if (policy === undefined)
        return [];
    const { verdicts, baseline } = policy;
    const rows = (view) => ({ report: 'violations', view });
    return [
        {
            ...{ key: 'violations', number: verdicts.total('failed'), unit: ['violation', 'violations'], tone: 'bad' },
            ...{ rows: rows('fail'), evenZero: true },
        },
        {
            ...{ key: 'warnings', number: verdicts.total('warned'), unit: ['warning', 'warnings'], tone: 'warn' },
            rows: rows('warn'),
        },
        {
            ...{ key: 'known', number: verdicts.total('known'), unit: ['known violation', 'known violations'] },
            ...{ rows: rows('known'), evenZero: baseline !== undefined },
        },
        {
            ...{ key: 'exempt', number: verdicts.total('exempt'), unit: ['exempt violation', 'exempt violations'] },
            rows: rows('exempt'),
        },
    ];
}
function highlightTiles({ reports }) {
    return (0,run/* highlightsOf */.Xz)(reports).found.map(({ title, mailboxes, items, report, at }) => ({
        ...{ key: 'highlight', number: mailboxes, unit: [`mailbox: ${title}`, `mailboxes: ${title}`], tone: 'warn' },
        ...(items === '' ? {} : { note: items }),
        rows: { report, highlight: at },
    }));
}
function mailboxTiles(summary) {
    const { mailboxes, reports, duplicateCount, unlistedCount, includesUnlisted = false } = summary;
    const away = reports.find((report) => report.away !== undefined);
    return [
        {
            ...{ key: 'unreadable', number: mailboxes.unreadable, tone: 'warn', evenZero: true },
            unit: ['mailbox could not be read', 'mailboxes could not be read'],
            // In the first table that has such rows.
            rows: { view: 'unreadable' },
        },
        {
            ...{ key: 'away', number: away?.away ?? 0, unit: ['mailbox is away now', 'mailboxes are away now'] },
            ...{ rows: { report: away?.name, view: 'away' }, evenZero: away !== undefined },
        },
        {
            ...{ key: 'unlisted', number: unlistedCount ?? 0, evenZero: unlistedCount !== undefined },
            unit: ['mailbox is not in the list', 'mailboxes are not in the list'],
        },
        {
            ...{ key: 'repeated', number: duplicateCount },
            unit: ['line of the list is repeated', 'lines of the list are repeated'],
        },
        {
            ...{ key: 'mailboxes', number: mailboxes.total },
            unit: includesUnlisted ? ['mailbox', 'mailboxes'] : ['mailbox in the list', 'mailboxes in the list'],
        },
    ];
}

;// CONCATENATED MODULE: ./src/outputs/page/document.ts









/** The start of the page: an HTML document that needs no network. The elements with the rows and the script follow. */
function documentStart(content, assets) {
    const { summary, data } = content;
    const panels = new Panels(data.source);
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
        '<main>',
        head(content).text,
        ...sectionsOf(summary).map((section) => panels.panel(section).text),
        tablesSection(summary.reports).text,
        distributionsPanel(summary.reports, panels).text,
        runSection(content, panels).text,
        '</main>',
        `<script type="application/json" id="page-data">${jsonText(data)}</script>`,
        '',
    ].join('\n');
}
function sectionsOf({ comparison, policy, reports, warnings, ...summary }) {
    return [
        comparison && document_changes(comparison),
        policy && (0,sections_policy/* rulesSection */.bg)(policy),
        policy && (0,sections_policy/* violatingSection */.jX)(policy),
        policy && (0,sections_policy/* exemptionsSection */.qE)(policy, 'full'),
        (0,settings/* repliesSection */.Y)(reports),
        (0,run/* unreadSection */.f7)({ ...summary, reports }),
        (0,run/* warningsSection */.xd)(warnings),
    ].filter((section) => section !== undefined);
}
function document_changes(comparison) {
    const { blocks, ...section } = (0,changes/* changesSection */.H)(comparison, 'full');
    return { ...section, blocks: [{ paragraph: (0,changes/* comparedSentence */.Z)(comparison) }, ...blocks] };
}
/** The most frequent languages and time zones, folded. */
function distributionsPanel(reports, panels) {
    const tables = (0,settings/* valueSections */.G)(reports, ['Language', 'TimeZone']).flatMap(({ blocks }) => blocks.map((block) => panels.block(block)));
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
function titleOf({ result, mailboxes }) {
    return `Mailbox Report: ${result}, ${(0,numbers/* counted */.hS)(mailboxes.total, 'mailbox', 'mailboxes')}`;
}
/** The result, where it is from, and the numbers of the first screen. */
function head({ summary, data: { when }, tenant, repository }) {
    const { result, hint, cancelled } = summary;
    const origin = [
        ...(repository === undefined ? [] : [html_link(repository.name, repository.url)]),
        html `tenant ${tenant}`,
        timeText(when),
    ];
    return html `<header class="head">
    <h1>Mailbox Report</h1>
    <p class="result result-${result}">${result}${cancelled ? ' (cancelled)' : ''}</p>
    <p class="origin">${origin.map((part) => html `<span>${part}</span> `)}</p>
    <p class="message">${(0,run/* resultSentence */.bt)(summary)}</p>
    ${tilesList(summary)} ${hint === '' ? undefined : html `<p class="hint">${hint}</p> `}
  </header> `;
}
function timeText(when) {
    const time = new Date(when).toISOString();
    return html `<time datetime="${time}">${time.slice(0, 16).replace('T', ' ')} UTC</time>`;
}
/** How the report was made. */
function runSection({ summary, data: { when }, cloud, repository }, panels) {
    const { certificate, durationMs, mailboxes } = summary;
    const sha = repository?.sha;
    const commit = repository && sha ? { link: sha.slice(0, 12), url: `${repository.url}/commit/${sha}` } : undefined;
    const facts = [
        ...(0,run/* runFacts */.pI)(summary),
        ['Mailboxes', `${(0,numbers/* count */.U9)(mailboxes.read)} read, of ${(0,numbers/* count */.U9)(mailboxes.total)}`],
        ['Cloud', cloud],
        ['Certificate', certificate && certificateContent(certificate)],
        ['Commit', commit],
    ];
    const shown = facts.flatMap(([name, value]) => (value === undefined ? [] : [fact(name, panels.content(value))]));
    return html `<section class="panel">
    <h2>This run</h2>
    <dl class="facts">${fact('When', html `${timeText(when)}, took ${(0,numbers/* duration */.p0)(durationMs)}`)} ${shown}</dl>
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
/** The columns of the lookup `places`. */
const PLACE_COLUMNS = ['File', 'Line', 'Mailboxes'];
/** The columns of the lookup `folder-names`. */
const FOLDER_NAME_COLUMNS = ['MailboxName', 'FolderId', 'FolderPath'];
/**
 * Collects the rows of the report page in files of a temporary folder, since the page starts with counts that are known
 * only at the end. `discard` removes the folder.
 */
class PageRows {
    #reports;
    #findings;
    #changes;
    #places;
    #folderNames;
    #listPlaces = new ListPlaces();
    #tempFolder;
    #closed;
    constructor({ folder, reports, hasVerdicts, isCompared }) {
        const table = (name, columns) => new TableRows(name, columns, () => {
            this.#tempFolder ??= (0,output_directory/* makeTempFolder */.Pd)(folder, 'page-');
            return (0,text_file/* createTextFile */.Qz)(external_node_path_default().join(this.#tempFolder, name));
        });
        this.#reports = reports.map((report) => table(report.name, (0,csv_sinks/* reportColumns */.ix)(report, hasVerdicts)));
        this.#findings = hasVerdicts ? table('violations', csv_sinks/* VIOLATION_COLUMNS */.Gg) : undefined;
        this.#changes = isCompared ? table('changes', csv_sinks/* CHANGE_COLUMNS */.FK) : undefined;
        // No report can have these names.
        this.#places = table('.places', PLACE_COLUMNS);
        this.#folderNames = table('.folder-names', FOLDER_NAME_COLUMNS);
    }
    async add(result) {
        for (const [at, report] of result.reports.entries()) {
            const table = this.#reports[at];
            if (table === undefined)
                throw new Error(`the page has no table of ${report.definition.name}`);
            for (const [row, record] of (0,csv_sinks/* reportRecords */.$Q)(report, this.#findings !== undefined).entries()) {
                await table.add(record.map(pageCell), { highlights: report.highlights?.[row] });
            }
        }
        const place = this.#listPlaces.add(result.mailbox);
        if (place !== undefined)
            await this.#places.add(place);
        for (const folder of folderNames(result))
            await this.#folderNames.add(folder);
        await this.#addChanges(result.changes ?? []);
        if (this.#findings === undefined)
            return;
        for (const finding of (0,mailbox_result/* findingsOf */.WX)(result)) {
            await this.#findings.add((0,csv_sinks/* violationCells */.dA)(finding).map(pageCell), { isNew: finding.novelty === 'new' });
        }
    }
    /** The tables of the reports in their order, then those of findings and of changes. Complete after `close`. */
    get tables() {
        return [...this.#reports, this.#findings, this.#changes].filter((table) => table !== undefined);
    }
    /** Complete after `close`. */
    get lookups() {
        return { places: this.#places, folderNames: this.#folderNames };
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
            await (0,text_file/* closeAll */.S5)([...this.tables, this.#places, this.#folderNames]);
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
    /** How many rows were added. */
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
        this.#encoder = new RowEncoder(columns.length);
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
/** Joins mailboxes on successive lines of a list to one row of the lookup `places`, since most lists have no other lines. */
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
/** The folders that the inbox rules of a mailbox name by their ids, if both reports were read. */
function folderNames({ mailbox, reports }) {
    const rules = reports.find(({ definition }) => definition.name === 'inbox-rules');
    const folders = reports.find(({ definition }) => definition.name === 'folders');
    if (rules === undefined || folders === undefined)
        return [];
    const wanted = new Set([...cellsOf(rules, 'MoveToFolder'), ...cellsOf(rules, 'CopyToFolder')]);
    if (wanted.size === 0)
        return [];
    const paths = cellsOf(folders, 'FolderPath');
    return folders.rows.flatMap(({ id }, at) => id === undefined || !wanted.has(id) ? [] : [[mailbox.address, id, paths[at] ?? '']]);
}
/** The cells of a column as texts, one for each row. */
function cellsOf({ definition, rows }, column) {
    const at = Object.keys(definition.columns).indexOf(column);
    return rows.map(({ cells }) => (0,display/* cellText */.Ie)(cells[at]));
}

;// CONCATENATED MODULE: ./src/outputs/page/rules.ts
/** The rules of a policy, as the views of mailboxes show them. */
function pageRules(policy) {
    return (policy?.rules ?? []).map((rule) => {
        const { id, title, report, help } = rule;
        return { id, title, report, help, settings: settingsOf(rule) };
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
        const { reports, policy, isCompared } = options;
        this.#file = file;
        this.#options = options;
        this.#rows = new PageRows({ folder: external_node_path_default().dirname(file), reports, hasVerdicts: policy !== undefined, isCompared });
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
        const { csv, step, cloud, tenant, policy, started: when, loadAssets } = this.#options;
        const repository = repositoryOf(step);
        const assets = await loadAssets();
        const { tables, lookups } = this.#rows;
        const { places, folderNames } = lookups;
        const data = {
            ...csv,
            when,
            tables: tables.map((table) => pageTable(table, summary)),
            first: firstTable(summary),
            rules: pageRules(policy),
            lookups: [pageLookup('places', places), pageLookup('folder-names', folderNames)],
            source: sourceOf(repository),
        };
        const content = { summary, data, cloud, tenant, repository };
        const file = (0,text_file/* createTextFile */.Qz)(this.#file, documentStart(content, assets));
        try {
            for (const [at, { file: rows }] of [...tables, places, folderNames].entries()) {
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
function pageLookup(name, { columns, rows }) {
    return { name, columns, rows };
}
function pageTable({ name, columns, rows, newRows }, { reports }) {
    const findings = name === 'violations';
    const table = { name, file: `${name}.csv`, columns, rows, findings, newRows };
    const report = reports.find((counts) => counts.name === name);
    if (report === undefined) {
        const unit = findings ? ['finding', 'findings'] : ['change', 'changes'];
        return { ...table, unit, items: rows, highlights: [], experimental: false };
    }
    const { unit, found: items, highlights, isExperimental } = report;
    return { ...table, unit: [unit.singular, unit.plural], items, highlights, experimental: isExperimental };
}
/** Where the files of the commit are, up to their path; undefined outside a workflow. */
function sourceOf(repository) {
    return repository?.sha ? `${repository.url}/blob/${repository.sha}/` : undefined;
}
/** The table to show first: the findings of violations, else the first report with a highlight. */
function firstTable({ policy, reports }) {
    if (policy !== undefined && policy.verdicts.violating.count > 0)
        return 'violations';
    return reports.find(({ highlights }) => highlights.some(({ rows }) => rows > 0))?.name;
}
/** The repository with the lists and the policy; undefined outside a workflow. */
function repositoryOf({ serverUrl, repository, commit }) {
    if (repository === '')
        return undefined;
    return { name: repository, url: `${serverUrl}/${repository}`, sha: commit === '' ? undefined : commit };
}


/***/ })

};
