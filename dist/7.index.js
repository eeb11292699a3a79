export const id = 7;
export const ids = [7];
export const modules = {

/***/ 11865:
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
var log = __webpack_require__(23503);
// EXTERNAL MODULE: ./src/totals/mailbox-counts.ts
var mailbox_counts = __webpack_require__(99620);
// EXTERNAL MODULE: ./src/version.ts
var version = __webpack_require__(311);
// EXTERNAL MODULE: ./src/text/numbers.ts
var numbers = __webpack_require__(92613);
// EXTERNAL MODULE: ./src/outputs/files/text-file.ts
var text_file = __webpack_require__(14902);
// EXTERNAL MODULE: external "node:crypto"
var external_node_crypto_ = __webpack_require__(77598);
// EXTERNAL MODULE: ./src/reports/definition.ts
var definition = __webpack_require__(54530);
// EXTERNAL MODULE: ./src/reports/derived-row.ts
var derived_row = __webpack_require__(93107);
// EXTERNAL MODULE: ./src/text/page-links.ts
var page_links = __webpack_require__(78548);
// EXTERNAL MODULE: ./src/outputs/sections/run.ts
var run = __webpack_require__(44974);
// EXTERNAL MODULE: ./src/outputs/sections/placed-sections.ts
var placed_sections = __webpack_require__(41863);
// EXTERNAL MODULE: ./src/outputs/sections/settings.ts
var settings = __webpack_require__(74722);
// EXTERNAL MODULE: ./src/run/section.ts
var section = __webpack_require__(69194);
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

// EXTERNAL MODULE: ./src/totals/past-run.ts
var past_run = __webpack_require__(80783);
;// CONCATENATED MODULE: ./src/outputs/page/chart.ts



/** The size of a chart, and the edges of its plot, in units of about a pixel. */
const [WIDTH, HEIGHT] = [340, 124];
const [LEFT, RIGHT, TOP, ZERO] = [48, 330, 24, 98];
/** The baselines of the texts above and below the plot. */
const [VALUE_LINE, DATE_LINE] = [12, 116];
/**
 * A count over runs as a line from zero, with the time and the count of each run where the pointer is. SVG, since the page's
 * Content-Security-Policy forbids `style` attributes. Screen readers read its label; a table beside it has the numbers.
 */
function chartHtml({ name, points }) {
    const top = roundedUp(Math.max(1, ...points.map((point) => point.count ?? 0)));
    const placedPoints = placed(points, top);
    const [first, last] = [points[0], points.at(-1)];
    const { text, tone } = developed(points);
    return html `<figure class="chart">
    <figcaption><strong>${name}</strong> <span class="${tone}">${text}</span></figcaption>
    <svg viewBox="0 0 ${WIDTH} ${HEIGHT}" role="img" aria-label="${labelOf(name, points)}">
      <path class="axis" d="M${LEFT},${TOP}H${RIGHT}M${LEFT},${ZERO}H${RIGHT}" />
      <text class="end" x="${LEFT - 6}" y="${TOP + 4}">${(0,numbers/* count */.U9)(top)}</text>
      <text class="end" x="${LEFT - 6}" y="${ZERO + 4}">0</text>
      <text x="${LEFT}" y="${DATE_LINE}">${first && dayOf(first)}</text>
      <text class="end" x="${RIGHT}" y="${DATE_LINE}">${last && dayOf(last)}</text>
      <path class="curve" d="${linePath(placedPoints)}" />
      ${placedPoints.map(pointHtml)}
    </svg>
  </figure> `;
}
/** Places points by time, so that the line is as steep as the count changes. Runs at one time are side by side. */
function placed(points, top) {
    const [from = 0, until = 0] = [points[0]?.when.getTime(), points.at(-1)?.when.getTime()];
    return points.map((point, at) => {
        const share = until > from ? (point.when.getTime() - from) / (until - from) : at / Math.max(1, points.length - 1);
        return {
            ...point,
            x: rounded(LEFT + (RIGHT - LEFT) * Math.min(1, Math.max(0, share))),
            y: point.count === undefined ? undefined : rounded(ZERO - ((ZERO - TOP) * point.count) / top),
        };
    });
}
/** Has a gap at each unknown count. */
function linePath(points) {
    const step = ({ x, y }, at) => y === undefined ? '' : `${points[at - 1]?.y === undefined ? 'M' : 'L'}${x},${y}`;
    return points.map(step).join('');
}
/** A dot, and an area as far as halfway to the points beside it, over which the style sheet shows the text. */
function pointHtml({ when, count: number, x, y }, at, all) {
    const [before, after] = [all[at - 1], all[at + 1]];
    const from = before === undefined ? LEFT - 8 : (x + before.x) / 2;
    const until = after === undefined ? RIGHT + 8 : (x + after.x) / 2;
    return html `<g class="point">
    <rect x="${rounded(from)}" y="0" width="${rounded(until - from)}" height="${HEIGHT}" />
    <path d="M${x},${TOP}V${ZERO}" />
    ${y === undefined ? undefined : html `<circle cx="${x}" cy="${y}" r="3" />`}
    <text class="end" x="${RIGHT}" y="${VALUE_LINE}">${(0,numbers/* utcText */.kK)(when.getTime())}: ${(0,past_run/* countText */.l)(number)}</text>
  </g> `;
}
/** The latest count, and how it differs from the first. Fewer is better for every count that has a chart. */
function developed(points) {
    const [latest, first] = [points.at(-1), points.find(({ count: number }) => number !== undefined)];
    if (latest?.count === undefined)
        return { text: 'not known in this run', tone: 'state-muted' };
    if (first?.count === undefined || first === latest)
        return { text: (0,numbers/* count */.U9)(latest.count), tone: 'state-muted' };
    const more = latest.count - first.count;
    const than = more === 0
        ? `as on ${dayOf(first)}`
        : `${(0,numbers/* count */.U9)(Math.abs(more))} ${more > 0 ? 'more' : 'fewer'} than on ${dayOf(first)}`;
    return {
        text: `${(0,numbers/* count */.U9)(latest.count)}, ${than}`,
        tone: more === 0 ? 'state-muted' : more > 0 ? 'state-bad' : 'state-good',
    };
}
function labelOf(name, points) {
    const known = points.flatMap((point) => point.count ?? []);
    const unknown = points.length - known.length;
    const range = known.length === 0 ? '' : `, between ${(0,numbers/* count */.U9)(Math.min(...known))} and ${(0,numbers/* count */.U9)(Math.max(...known))}`;
    const gaps = unknown === 0 ? '' : `, not known of ${(0,numbers/* count */.U9)(unknown)}`;
    return `${name} in ${(0,numbers/* count */.U9)(points.length)} runs${range}${gaps}. Now ${developed(points).text}`;
}
function dayOf({ when }) {
    return when.toISOString().slice(0, 10);
}
/** The next of 1, 2, 5, 10, 20, 50 and so on. */
function roundedUp(number) {
    const power = 10 ** Math.floor(Math.log10(number));
    return [1, 2, 5, 10].map((factor) => factor * power).find((one) => one >= number) ?? number;
}
function rounded(number) {
    return Math.round(10 * number) / 10;
}

;// CONCATENATED MODULE: ./src/outputs/page/panels.ts





/** Makes one mailbox among a hundred thousand visible, in percent of the bar's room. */
const MIN_PERCENT = 1.5;
/** A section as HTML, with an id for links to it, and the name that the address of the page has. */
function panelHtml({ title, short = title, note, blocks }) {
    const small = note === undefined ? undefined : html ` <small>${note}</small>`;
    return html `<section class="panel" id="${sectionId(title)}" data-section="${sectionId(short)}" tabindex="-1">
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
        : detailsHtml(`The next ${(0,numbers/* counted */.hS)(next.length, ...unit)}`, rowsHtml({ ...table, rows: next, label: `${label}: the next` }))}`;
}
function detailsHtml(summary, content) {
    return html `<details class="more">
    <summary>${summary}</summary>
    ${content}
  </details> `;
}
function contentHtml(content) {
    return html `${(0,section/* piecesOf */.Xe)(content).map(pieceHtml)}`;
}
function blockHtml(block) {
    if ('table' in block)
        return tableHtml(block.table);
    if ('charts' in block)
        return html `<div class="charts">${block.charts.map(chartHtml)}</div> `;
    if ('folded' in block)
        return detailsHtml(block.folded, html `${block.blocks.map(blockHtml)}`);
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
                <td role="cell" colspan="${shown.length}">and ${(0,numbers/* count */.U9)(more)} more</td>
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
        return html `<a href="${(0,page_links/* fragmentOf */.UB)({ mailbox: piece.mailbox })}">${piece.mailbox}</a>`;
    if ('about' in piece)
        return html `<a href="${(0,page_links/* fragmentOf */.UB)(piece.rows)}">${contentHtml(piece.about)}</a>`;
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

// EXTERNAL MODULE: ./src/totals/highlight-list.ts
var highlight_list = __webpack_require__(67608);
// EXTERNAL MODULE: ./src/totals/report-counts.ts
var report_counts = __webpack_require__(68034);
;// CONCATENATED MODULE: ./src/outputs/page/tiles.ts







/**
 * The first screen in groups: the result, what changed, the highlights of the reports, and what could not be read.
 * The highlights that were not found are folded.
 */
function tilesList(summary) {
    const { missing } = (0,highlight_list/* highlightsOf */.X)(summary.reports);
    const tiles = [...summary.parts.flatMap((part) => part.tiles?.(summary) ?? []), ...mailboxTiles(summary)].filter(({ number, evenZero }) => number > 0 || evenZero === true);
    const groups = section/* TILE_GROUPS */.Uu.map((name) => ({ name, found: tiles.filter(({ group }) => group === name) }));
    return html `<div class="counts">
      ${groups.filter(({ found }) => found.length > 0).map(({ name, found }) => group(name, found))}
    </div>
    ${missing.length === 0
        ? undefined
        : html `<details class="more">
            <summary>${highlight_list/* NOTHING_FOUND */.d}: ${missing.length}</summary>
            <p class="hint">${missing.join('; ')}.</p>
          </details> `}`;
}
function group(name, tiles) {
    const id = `group-${sectionId(name)}`;
    return html `<div class="group">
    <p id="${id}">${name}</p>
    <ul aria-labelledby="${id}">
      ${tiles.map(tileItem)}
    </ul>
  </div> `;
}
function tileItem({ number, unit, note, tone, rows, section }) {
    const [one, others] = unit;
    const text = html `<strong>${(0,numbers/* count */.U9)(number)}</strong> <span>${number === 1 ? one : others}</span>${note === undefined ? undefined : html ` <small>${note}</small>`}`;
    const target = section === undefined ? rows && (0,page_links/* fragmentOf */.UB)(rows) : `#${sectionId(section)}`;
    const content = target === undefined || number === 0 ? html `<p>${text}</p>` : html `<a href="${target}">${text}</a>`;
    return html `<li class="${number === 0 || tone === undefined ? '' : `tone-${tone}`}">${content}</li> `;
}
function mailboxTiles(summary) {
    const { mailboxes, reports, duplicateCount, unlistedCount, includesUnlisted = false } = summary;
    return [
        {
            group: 'Not read',
            number: mailboxes.unreadable,
            tone: 'warn',
            evenZero: true,
            unit: ['mailbox could not be read', 'mailboxes could not be read'],
            // In the first table that has such rows.
            rows: { view: 'unreadable' },
        },
        ...(0,report_counts/* viewsOf */.W6)(reports).flatMap(({ report, view: { key }, counts }) => {
            const { topic, counted: unit, mailboxes: number } = counts;
            return unit === undefined
                ? []
                : [{ group: topic ?? 'Other', number, unit, rows: { report, view: key }, evenZero: true }];
        }),
        {
            group: 'Result',
            number: unlistedCount ?? 0,
            evenZero: unlistedCount !== undefined,
            unit: ['mailbox is not in the list', 'mailboxes are not in the list'],
        },
        {
            group: 'Result',
            number: duplicateCount,
            unit: ['line of the list is repeated', 'lines of the list are repeated'],
        },
        {
            group: 'Result',
            number: mailboxes.total,
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
        tablesSection(summary, content.reports).text,
        distributionsPanel(summary.reports).text,
        runSection(content).text,
        '</main>',
        `<script type="application/json" id="page-data">${jsonText(data)}</script>`,
        '',
    ].join('\n');
}
function sectionsOf(summary) {
    const all = (0,placed_sections/* placedSections */.q)(summary, { detail: 'full', hasPage: true });
    return section/* PAGE_PLACES */.Ds.flatMap((place) => all.flatMap(({ section, page }) => (section === undefined || page !== place ? [] : [section])));
}
/** The bar that stays in view: the search, which the program of the page adds, and links to the sections. */
function topBar(sections) {
    // All rows first, since a phone shows only the first links without scrolling.
    const names = ['All rows', ...sections.map(({ title, short = title }) => short), 'This run'];
    return html `<header class="top">
    <a class="to-top" href="#result">Mailbox Report</a>
    <div id="search"></div>
    <nav aria-label="Sections">
      ${names.map((name) => html `<a href="${(0,page_links/* fragmentOf */.UB)({ section: sectionId(name) })}">${name}</a> `)}
    </nav>
  </header>`;
}
/** The most frequent languages and time zones, folded. */
function distributionsPanel(reports) {
    const tables = (0,settings/* valueTables */.D8)(reports, ['settings']).map((table) => blockHtml({ table }));
    if (tables.length === 0)
        return html ``;
    return html `<details class="panel more distributions">
    <summary><h2>Languages and time zones</h2></summary>
    <div class="columns-of-tables">${tables}</div>
  </details> `;
}
/** The program of the page fills this section. */
function tablesSection(summary, reports) {
    return html `<section id="tables" aria-labelledby="tables-title">
    <h2 id="tables-title" data-section="all-rows" tabindex="-1">All rows</h2>
    ${experimentalNote((0,run/* experimentalText */.Sk)(summary))}
    ${reports.filter(definition/* isMadeReport */.u7).flatMap((one) => lackingNote(one, reports) ?? [])}
    <p class="loading">Reading the rows…</p>
    <noscript><p>The table needs JavaScript. The CSV files beside this page have the same rows.</p></noscript>
  </section>`;
}
function experimentalNote(text) {
    return text === undefined ? undefined : html `<p class="experimental"><strong>Experimental:</strong> ${text}</p>`;
}
/** Which reports would say what the columns of a report that is made of others do not. */
function lackingNote(report, reports) {
    const lacking = Object.entries((0,derived_row/* lackingSources */.wI)(report, reports));
    if (lacking.length === 0)
        return undefined;
    const byReports = Map.groupBy(lacking, ([, alternatives]) => alternatives.map((of) => (0,numbers/* listed */.KE)(of, 'and')).join(' or '));
    const items = [...byReports].map(([names, columns]) => {
        const columnNames = columns.map(([column]) => column).join(', ');
        return html `<li>${columnNames}: add <code>${names}</code></li> `;
    });
    return html `<details class="lacking">
    <summary>${(0,numbers/* counted */.hS)(lacking.length, 'column', 'columns')} of ${report.name} that other reports would fill</summary>
    <ul>
      ${items}
    </ul>
  </details>`;
}
function titleOf(summary) {
    const { mailboxes, tables = [] } = summary;
    const isOfTables = mailboxes.total === 0 && tables.length > 0;
    const what = isOfTables
        ? (0,numbers/* counted */.hS)(tables.length, 'table', 'tables')
        : (0,numbers/* counted */.hS)(mailboxes.total, 'mailbox', 'mailboxes');
    return `Mailbox Report: ${(0,run/* resultText */.D6)(summary)}, ${what}`;
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
function timeText(when) {
    return html `<time datetime="${new Date(when).toISOString()}">${(0,numbers/* utcText */.kK)(when)}</time>`;
}
/** How the report was made. */
function runSection({ summary, data: { when }, cloud, repository }) {
    const { certificate, durationMs, mailboxes } = summary;
    const commit = repository?.commit && { link: repository.commit.sha.slice(0, 12), url: repository.commit.url };
    const facts = [
        ...(0,run/* runFacts */.pI)(summary),
        ['Mailboxes', `${(0,numbers/* count */.U9)(mailboxes.read)} read, of ${(0,numbers/* count */.U9)(mailboxes.total)}`],
        ['Cloud', cloud],
        ['Certificate', certificate && certificateContent(certificate)],
        ['Commit', commit],
    ];
    const shown = facts.flatMap(([name, value]) => (value === undefined ? [] : [fact(name, contentHtml(value))]));
    return html `<section class="panel" id="this-run" data-section="this-run" tabindex="-1">
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
    const source = (text) => `'sha256-${(0,external_node_crypto_.hash)('sha256', text, 'base64')}'`;
    return [
        "default-src 'none'",
        `script-src ${source(script)}`,
        `style-src ${source(style)}`,
        "base-uri 'none'",
        "form-action 'none'",
    ].join('; ');
}

// EXTERNAL MODULE: external "node:zlib"
var external_node_zlib_ = __webpack_require__(38522);
// EXTERNAL MODULE: ./src/reports/rows.ts
var rows = __webpack_require__(758);
// EXTERNAL MODULE: ./src/run/mailbox-result.ts
var mailbox_result = __webpack_require__(70611);
// EXTERNAL MODULE: ./src/run/table-result.ts
var table_result = __webpack_require__(97007);
;// CONCATENATED MODULE: ./src/text/mail-ends.ts

/** A column of addresses that only the view of a mailbox shows: the names of the columns of the row that are not known, or not whole. */
const UNKNOWN_COLUMN = 'Unknown';
/**
 * The end of a sentence about mail: `ends at a@x.y and b@x.y, and perhaps elsewhere`. Undefined if nothing is known.
 *
 * @param ends the cell `Lands`: addresses, or `nowhere`. What it shows is certain.
 * @param isWhole whether mail certainly ends nowhere else
 */
function endsPhrase(ends, isWhole) {
    if (ends.length === 0)
        return undefined;
    const where = ends.length === 1 && ends[0] === 'nowhere' ? 'nowhere' : `at ${listed(ends, 'and')}`;
    return `ends ${where}${isWhole ? '' : ', and perhaps elsewhere'}`;
}

// EXTERNAL MODULE: ./src/text/registration.ts
var registration = __webpack_require__(60658);
// EXTERNAL MODULE: ./src/outputs/files/csv-sinks.ts
var csv_sinks = __webpack_require__(84611);
// EXTERNAL MODULE: ./src/files/temp-folder.ts
var temp_folder = __webpack_require__(82766);
;// CONCATENATED MODULE: ./src/outputs/page/page-rows.ts











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
    #tables;
    #findings;
    #others;
    #places;
    #listColumns;
    #listPlaces = new ListPlaces();
    #tempFolder;
    #closed;
    /**
     * @param folder where the temporary folder is created
     * @param hasVerdicts whether the run has a policy, which adds columns and a table of findings
     * @param listColumns the columns of the mailbox list
     * @param tables those of features, after those of the reports and of findings
     * @param ofTenant the reports about the tenant, after the others
     */
    constructor(folder, reports, hasVerdicts, listColumns = [], tables = [], ofTenant = []) {
        const table = (name, columns) => new TableRows(name, columns, () => {
            this.#tempFolder ??= (0,temp_folder/* makeTempFolder */.Pd)(folder, 'page-');
            return (0,text_file/* createTextFile */.Qz)(external_node_path_default().join(this.#tempFolder, name));
        });
        this.#listColumns = listColumns;
        this.#reports = reports.map((report) => table(report.name, (0,csv_sinks/* reportColumns */.ix)(report, hasVerdicts)));
        this.#tables = new Map(ofTenant.map((one) => [one.name, table(one.name, (0,csv_sinks/* tableColumns */.qv)(one, hasVerdicts))]));
        this.#findings = hasVerdicts ? table('violations', (0,csv_sinks/* violationColumns */.jG)(listColumns)) : undefined;
        this.#others = tables.map((source) => ({ rows: table(source.name, source.columns), source }));
        // No report can have this name.
        this.#places = table('.places', PLACE_COLUMNS);
    }
    async addTable(result) {
        const table = this.#tables.get(result.definition.name);
        if (table === undefined)
            throw new Error(`the page has no table of ${result.definition.name}`);
        let row = 0;
        for (const record of (0,csv_sinks/* tableRecords */.j_)(result, this.#findings !== undefined)) {
            await table.add([...record, ...unknownCells(result, row++)].map(pageCell));
        }
        for (const { rows, source } of this.#others)
            await addAll(rows, source.rowsOfTable?.(result) ?? []);
        await this.#addFindings((0,table_result/* tableFindings */.LV)(result));
    }
    async add(result) {
        for (const [at, report] of result.reports.entries()) {
            const table = this.#reports[at];
            if (table === undefined)
                throw new Error(`the page has no table of ${report.definition.name}`);
            const [manyRows, isUnread] = [report.definition.rows !== undefined, (0,rows/* unreadableRow */.Oj)(report.rows) !== undefined];
            for (const [row, record] of (0,csv_sinks/* reportRecords */.$Q)(report, this.#findings !== undefined, result.reports).entries()) {
                const hasNoItem = manyRows && (isUnread || report.rows[row]?.content === 'none');
                const cells = [...record, ...registrationCells(report, row)];
                await table.add(cells.map(pageCell), { highlights: report.highlights?.ofRows[row], hasNoItem });
            }
        }
        const place = this.#listPlaces.add(result.mailbox);
        if (place !== undefined)
            await this.#places.add(place);
        for (const { rows, source } of this.#others)
            await addAll(rows, source.rowsOf(result));
        await this.#addFindings((0,mailbox_result/* findingsOf */.WX)(result));
    }
    async #addFindings(findings) {
        if (this.#findings === undefined)
            return;
        for (const finding of findings) {
            const cells = (0,csv_sinks/* violationCells */.dA)(finding, this.#listColumns);
            // As they are counted: a new finding may also be known or exempt.
            const isViolation = finding.verdict === 'fail' || finding.verdict === 'warn';
            await this.#findings.add(cells.map(pageCell), { isNew: isViolation && finding.novelty === 'new' });
        }
    }
    /** The tables of the reports in their order, those about the tenant last, then those of findings and of features. Complete after `close`. */
    get tables() {
        const findings = this.#findings === undefined ? [] : [this.#findings];
        return [...this.#reports, ...this.#tables.values(), ...findings, ...this.#others.map(({ rows }) => rows)];
    }
    /** Complete after `close`. */
    get places() {
        return this.#places;
    }
    /** `isComplete`: whether the run has a result, so that the last rows of features are known. */
    close(isComplete = false) {
        this.#closed ??= this.#close(isComplete);
        return this.#closed;
    }
    /** Removes the temporary files. */
    async discard() {
        try {
            await this.close();
        }
        finally {
            await (0,temp_folder/* removeTemp */.DO)(this.#tempFolder);
        }
    }
    async #close(isComplete) {
        try {
            for (const { rows, source } of isComplete ? this.#others : [])
                await addAll(rows, source.lastRows());
            const place = this.#listPlaces.last;
            if (place !== undefined)
                await this.#places.add(place);
        }
        finally {
            await (0,text_file/* closeAll */.S5)([...this.tables, this.#places]);
        }
    }
}
/** The columns of a report that only the view of a mailbox shows. Undefined if there are none. */
function viewColumnsOf({ hasRegister, inView }) {
    if (inView?.phrase === 'addresses')
        return [UNKNOWN_COLUMN];
    return hasRegister === true ? registration/* REGISTRATION_COLUMNS */.M : undefined;
}
/** The cell of a row of addresses in this column: the CSV has unknown cells as blank ones, and what is shown of a list as the list. */
function unknownCells({ definition, rows }, at) {
    if (definition.inView?.phrase !== 'addresses')
        return [];
    return [
        Object.keys(definition.columns)
            .filter((_, column) => rows[at]?.incomplete?.has(column))
            .join('; '),
    ];
}
/** The cells of a row in these columns. */
function registrationCells({ definition, rows }, at) {
    if (definition.hasRegister !== true)
        return [];
    const { registered, reason = '', entry } = rows[at]?.registration ?? { registered: 'not-applicable' };
    if (registered === 'not-applicable')
        return registration/* REGISTRATION_COLUMNS */.M.map(() => '');
    const cells = {
        State: registered.isKnown ? registered.value : 'unknown',
        Reason: entry?.reason ?? '',
        Owner: entry?.owner ?? '',
        Until: entry?.until ?? '',
        Basis: reason,
    };
    return registration/* REGISTRATION_COLUMNS */.M.map((column) => cells[column]);
}
async function addAll(table, records) {
    for (const cells of records)
        await table.add(cells.map(pageCell));
}
/** Compresses the rows of one table into a temporary file, as lines of base64, each a chunk of rows. */
class TableRows {
    name;
    columns;
    rows = 0;
    /** Positions of the rows that the earlier report does not have. */
    newRows = [];
    #open;
    #chunk = [];
    #characters = 0;
    #file;
    constructor(name, columns, open) {
        this.name = name;
        this.columns = columns;
        this.#open = open;
    }
    /** Undefined if there are no rows. Complete after `close`. */
    get file() {
        return this.#file?.path;
    }
    add(cells, { isNew, highlights = [], hasNoItem = false } = {}) {
        if (isNew === true)
            this.newRows.push(this.rows);
        this.rows += 1;
        const row = hasNoItem ? [cells, highlights, 1] : [cells, highlights];
        const line = JSON.stringify(row);
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
        // At the default level, the page of "npm run bench" exceeds its bound of bytes by 2 %.
        const chunk = (0,external_node_zlib_.deflateRawSync)(this.#chunk.join('\n'), { level: external_node_zlib_.constants.Z_BEST_COMPRESSION }).toString('base64');
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
    /** The last row, which the next mailbox may extend. The file is '' if no list has the mailboxes. */
    last;
    /** Returns the row before, if the mailbox does not extend it. */
    add({ file = '', line = 0 }) {
        const { last } = this;
        if (last?.[0] === file && (file === '' || line === last[1] + last[2])) {
            this.last = [file, last[1], last[2] + 1];
            return undefined;
        }
        this.last = [file, line, 1];
        return last;
    }
}

// EXTERNAL MODULE: ./src/outputs/page/rules.ts
var rules = __webpack_require__(51107);
;// CONCATENATED MODULE: ./src/outputs/page/report-page.ts











/** The report page of a run: one HTML file with the result, what was found, and every row of the CSVs in tables. */
class ReportPage {
    #file;
    #run;
    #tables;
    #rows;
    #isWritten = false;
    /** `tables`: those of features. */
    constructor(file, run, tables) {
        this.#file = file;
        this.#run = run;
        this.#tables = tables;
        this.#rows = new PageRows(external_node_path_default().dirname(file), run.reports, run.policy !== undefined, run.source.mailboxes.columns, tables, run.tables);
    }
    /** Undefined until the page is written. */
    get path() {
        return this.#isWritten ? this.#file : undefined;
    }
    addTable(result) {
        return this.#rows.addTable(result);
    }
    add(result) {
        return this.#rows.add(result);
    }
    /**
     * Writes the page, and replaces it if called again with another summary. A page that cannot be drawn is a bug that is
     * reported in a warning and fails nothing: the CSVs have the same rows. Rejects with the UserError `OUTPUT_UNWRITABLE`.
     */
    async close(summary) {
        await this.#rows.close(summary !== undefined);
        if (summary === undefined)
            return;
        try {
            await this.#write(summary);
            this.#isWritten = true;
        }
        catch (error) {
            if (error instanceof errors/* UserError */.yo)
                throw error;
            const { runner, warnings } = this.#run;
            warnings.add(`The report page could not be written: ${(0,errors/* describeError */.Uc)(error)}. This is a bug in Mailbox Report.`);
            if (error instanceof Error && error.stack !== undefined)
                runner.core.debug((0,log/* logText */.kc)(error.stack));
        }
    }
    /** Removes the temporary files. */
    discard() {
        return this.#rows.discard();
    }
    async #write(summary) {
        const { inputs, step, runner, origin, policy, source, started: when } = this.#run;
        const { reports, tables: ofTenant } = this.#run;
        const definitions = [...reports, ...ofTenant];
        const { tenant, cloud } = origin.shown;
        const listed = new Map(reports.map((report) => [report.name, [...(report.listColumns?.keys() ?? [])]]));
        listed.set('violations', [...source.mailboxes.columns]);
        const viewColumns = new Map(definitions.map((report) => [report.name, viewColumnsOf(report)]));
        const repository = step.source;
        const assets = await runner.loadPageAssets();
        const { tables, places } = this.#rows;
        const data = {
            bom: inputs.csv.bom,
            delimiter: inputs.csv.delimiter,
            when,
            run: [tenantText(summary, tenant), (0,numbers/* utcText */.kK)(when), ...(summary.runUrl === undefined ? [] : [summary.runUrl])].join(', '),
            history: historyCommand(step),
            tables: tables.map((table) => ({
                ...this.#pageTable(table, summary),
                group: this.#groupOf(table.name),
                listed: listed.get(table.name),
                viewColumns: viewColumns.get(table.name),
                inView: definitions.find(({ name }) => name === table.name)?.inView,
            })),
            first: firstTable(summary),
            rules: (0,rules/* pageRules */.L)(policy),
            places: { columns: places.columns, rows: places.rows },
            remedies: Object.fromEntries(summary.mailboxes.causes.map((status) => [status, mailbox_counts/* REMEDIES */.l0[status]])),
            source: repository?.lines,
        };
        const content = { summary, data, cloud, tenant, reports, repository };
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
    /** Undefined without a table about the tenant. */
    #groupOf(name) {
        const { reports, tables } = this.#run;
        if (tables.length === 0)
            return undefined;
        if (tables.some((table) => table.name === name))
            return 'Tenant';
        return reports.some((report) => report.name === name) ? 'Mailboxes' : 'Policy';
    }
    #pageTable({ name, columns, rows, newRows }, { reports, tables = [] }) {
        const findings = name === 'violations';
        const table = { name, file: `${name}.csv`, columns, rows, findings, newRows };
        const report = reports.find((counts) => counts.name === name);
        if (report === undefined) {
            const ofTenant = tables.find((counts) => counts.name === name);
            const unitOfTable = ofTenant && [ofTenant.unit.singular, ofTenant.unit.plural];
            const others = this.#tables.find((one) => one.name === name)?.unit ?? ['finding', 'findings'];
            const unit = unitOfTable ?? others;
            return {
                ...table,
                unit,
                items: ofTenant?.rows ?? rows,
                highlights: [],
                views: [],
                experimental: ofTenant?.isExperimental === true,
            };
        }
        const { unit, items, isExperimental } = report;
        const highlights = report.highlights.map(({ title, columns: shown, rows: found }) => ({
            title,
            columns: shown,
            rows: found,
        }));
        const time = `${new Date(this.#run.started).toISOString().slice(0, 16)}Z`;
        const views = (report.read === 0 ? [] : report.views).flatMap(({ title, columns: shown, view }) => view === undefined
            ? []
            : [{ key: view.key, title, meaning: view.meaning.replace('{started}', time), columns: shown }]);
        const retirements = (report.read === 0 ? [] : report.retirements).flatMap(({ title, columns: shown, ends }) => ends === undefined ? [] : [{ key: ends.view, title, meaning: ends.phrase, columns: shown }]);
        return {
            ...table,
            unit: [unit.singular, unit.plural],
            items,
            highlights,
            views: [...views, ...retirements],
            experimental: isExperimental,
        };
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
/** The command that prints when a mailbox changed, without its address. It reads the artifacts of a repository on GitHub. */
function historyCommand({ repository, runUrl = '' }) {
    return `${version/* COMMAND */.Wr} history${runUrl.includes('/actions/runs/') ? ` --repository ${repository}` : ''}`;
}
/** The table to show first: the findings of violations, else the first report with a highlight. */
function firstTable({ policy, reports }) {
    if (policy !== undefined && policy.verdicts.findings('failed') + policy.verdicts.findings('warned') > 0)
        return 'violations';
    return reports.find(({ highlights }) => highlights.some(({ rows }) => rows > 0))?.name;
}


/***/ }),

/***/ 96927:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   r: () => (/* binding */ withRetirements),
/* harmony export */   w: () => (/* binding */ readShippedRetirements)
/* harmony export */ });
/* harmony import */ var node_fs_promises__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(51455);
/* harmony import */ var node_fs_promises__WEBPACK_IMPORTED_MODULE_0___default = /*#__PURE__*/__webpack_require__.n(node_fs_promises__WEBPACK_IMPORTED_MODULE_0__);
/* harmony import */ var node_path__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(76760);
/* harmony import */ var node_path__WEBPACK_IMPORTED_MODULE_1___default = /*#__PURE__*/__webpack_require__.n(node_path__WEBPACK_IMPORTED_MODULE_1__);
/* harmony import */ var _errors_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(83916);
/* harmony import */ var _definition_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(54530);




const FILE = 'retirements.yml';
/**
 * The reports of a run, with what Microsoft retires as highlights after their own. Throws if the list is malformed.
 *
 * @param load reads the list that is shipped: `retirements.yml` in the root of the repository
 */
async function withRetirements(reports, load) {
    const text = await load();
    // Most runs need neither the list nor the reader of YAML.
    if (!reports.some(({ name }) => text.includes(`report: ${name}\n`)))
        return reports;
    const { retirementsIn } = await Promise.all(/* import() */[__webpack_require__.e(815), __webpack_require__.e(157)]).then(__webpack_require__.bind(__webpack_require__, 66157));
    const retirements = retirementsIn(text);
    return reports.map((report) => {
        const { name, highlights = [] } = report;
        // A report file of the user may have other columns than the list expects.
        const ending = retirements.filter((one) => one.report === name && Object.keys(one.highlight.when).every((column) => (0,_definition_js__WEBPACK_IMPORTED_MODULE_3__/* .hasColumn */ .R4)(report, column)));
        if (ending.length === 0)
            return report;
        return { ...report, highlights: [...highlights, ...ending.map(({ highlight }) => highlight)] };
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


/***/ }),

/***/ 67608:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   X: () => (/* binding */ highlightsOf),
/* harmony export */   d: () => (/* binding */ NOTHING_FOUND)
/* harmony export */ });
/* harmony import */ var _text_numbers_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(92613);

/** What the highlights are that no row has. */
const NOTHING_FOUND = 'Checked, nothing found';
/**
 * The highlights of the reports, and the titles of those that no report has. Two reports may have the same one, such as
 * replies without an end: it is listed once if the counts are equal.
 */
function highlightsOf(reports) {
    const byKey = new Map();
    for (const { name, unit, manyRows, highlights } of reports) {
        for (const [position, { title, topic, counted: noun, sends, mailboxes, rows, unruled, rules },] of highlights.entries()) {
            const items = manyRows ? (0,_text_numbers_js__WEBPACK_IMPORTED_MODULE_0__/* .counted */ .hS)(rows, unit.singular, unit.plural) : '';
            const key = JSON.stringify([title, mailboxes, items]);
            if (rows > 0 && !byKey.has(key)) {
                byKey.set(key, {
                    report: name,
                    at: position,
                    title,
                    topic,
                    counted: noun,
                    sends,
                    mailboxes,
                    items,
                    rules: unruled === 0 ? [...rules] : [],
                });
            }
        }
    }
    const titles = new Set([...byKey.values()].map(({ title }) => title));
    const highlightsRead = reports.filter((report) => report.read > 0).flatMap(({ highlights }) => highlights);
    const absentTitles = new Set(highlightsRead.map(({ title }) => title).filter((title) => !titles.has(title)));
    const all = [...byKey.values()];
    return { all, unruled: all.filter(({ rules }) => rules.length === 0), missing: [...absentTitles] };
}


/***/ }),

/***/ 80783:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   X: () => (/* binding */ findingTrend),
/* harmony export */   l: () => (/* binding */ countText)
/* harmony export */ });
/* harmony import */ var _text_numbers_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(92613);

/** The trend of what mailboxes have, which a run that read no mailbox does not know. `key`: its name among the counts of a run. */
function findingTrend(name, key) {
    return { name, of: (counts) => (counts.read === 0 ? undefined : counts[key]) };
}
/** A count of a run for people. */
function countText(number) {
    return number === undefined ? 'not known' : (0,_text_numbers_js__WEBPACK_IMPORTED_MODULE_0__/* .count */ .U9)(number);
}


/***/ })

};
