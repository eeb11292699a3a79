export const id = 626;
export const ids = [626];
export const modules = {

/***/ 47496:
/***/ ((module, __webpack_exports__, __webpack_require__) => {

__webpack_require__.a(module, async (__webpack_handle_async_dependencies__, __webpack_async_result__) => { try {
/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   r: () => (/* binding */ drawBars),
/* harmony export */   t: () => (/* binding */ chartLabel)
/* harmony export */ });
/* harmony import */ var vega__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(33972);
/* harmony import */ var _text_shortened_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(28239);
/* harmony import */ var _text_unseen_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(35991);
var __webpack_async_dependencies__ = __webpack_handle_async_dependencies__([vega__WEBPACK_IMPORTED_MODULE_0__]);
vega__WEBPACK_IMPORTED_MODULE_0__ = (__webpack_async_dependencies__.then ? (await __webpack_async_dependencies__)() : __webpack_async_dependencies__)[0];



const ROW_HEIGHT = 26;
/** So that one mailbox among a hundred thousand is seen. */
const SHORTEST_BAR = 3;
const FONT = 'system-ui, sans-serif';
const LONGEST_LABEL = 100;
/** Between a name or a number and its bar. */
const GAP = 10;
/**
 * Draws bars that lie, one a row, as SVG text. Colours are left to the page's style sheet, so that one picture serves
 * light and dark. Texts are foreign, and escaped by the library.
 */
async function drawBars(chart, size) {
    const view = new vega__WEBPACK_IMPORTED_MODULE_0__/* .View */ .Ss2((0,vega__WEBPACK_IMPORTED_MODULE_0__/* .parse */ .qgA)(barSpec(chart, size)), { renderer: 'none', logLevel: vega__WEBPACK_IMPORTED_MODULE_0__/* .None */ .NVp });
    try {
        return await view.toSVG();
    }
    finally {
        view.finalize();
    }
}
function barSpec({ rows, kinds, bars, shares = false }, { width, names }) {
    const lengths = rows.map((_, row) => {
        const total = bars.reduce((sum, bar) => (bar.row === row ? sum + bar.count : sum), 0);
        return { row, total, length: shares && total > 0 ? 1 : total };
    });
    const labels = rows.map((row) => fitted(chartLabel(row), names));
    const left = Math.ceil(Math.max(...labels.map(textWidth))) + GAP;
    const right = Math.ceil(Math.max(...lengths.map(({ total }) => textWidth(total.toLocaleString('en-US'))))) + GAP;
    return {
        width: width - left - right,
        height: rows.length * ROW_HEIGHT,
        // Without a canvas the library takes letters for wider than they are, and cuts names that have room.
        autosize: 'none',
        padding: { left, right, top: 0, bottom: 0 },
        config: { text: { font: FONT }, axis: { labelFont: FONT } },
        signals: [{ name: 'labels', value: labels }],
        data: [
            {
                name: 'bars',
                values: bars.map((bar) => ({ ...bar, order: kinds.findIndex(({ name }) => name === bar.kind) })),
                transform: [
                    {
                        type: 'stack',
                        groupby: ['row'],
                        sort: { field: 'order' },
                        field: 'count',
                        offset: shares ? 'normalize' : 'zero',
                    },
                ],
            },
            { name: 'lengths', values: lengths },
        ],
        scales: [
            { name: 'rows', type: 'band', domain: rows.map((_, at) => at), range: 'height', padding: 0.25 },
            { name: 'counts', type: 'linear', domain: { data: 'lengths', field: 'length' }, range: 'width', zero: true },
            {
                name: 'colours',
                type: 'ordinal',
                domain: kinds.map(({ name }) => name),
                range: kinds.map(({ colour }) => colour),
            },
        ],
        axes: [
            {
                orient: 'left',
                scale: 'rows',
                domain: false,
                ticks: false,
                labelPadding: 8,
                labelLimit: 0,
                labelFontSize: 12,
                labelColor: 'var(--text)',
                encode: { labels: { update: { text: { signal: 'labels[datum.value]' } } } },
            },
        ],
        marks: [
            {
                type: 'rect',
                from: { data: 'bars' },
                // What is drawn wider than it is lies above its neighbour.
                sort: { field: 'datum.count', order: 'descending' },
                encode: {
                    enter: {
                        y: { scale: 'rows', field: 'row' },
                        height: { scale: 'rows', band: 1 },
                        x: { scale: 'counts', field: 'y0' },
                        x2: { signal: `max(scale('counts', datum.y1), scale('counts', datum.y0) + ${SHORTEST_BAR})` },
                        fill: { scale: 'colours', field: 'kind' },
                        // Parts the kinds where colours do not.
                        ...(kinds.length > 1 ? { stroke: { value: 'var(--background)' } } : {}),
                    },
                },
            },
            {
                type: 'text',
                from: { data: 'lengths' },
                encode: {
                    enter: {
                        y: { scale: 'rows', field: 'row', band: 0.5 },
                        x: { signal: `max(scale('counts', datum.length), ${SHORTEST_BAR}) + 6` },
                        baseline: { value: 'middle' },
                        fontSize: { value: 12 },
                        fill: { value: 'var(--text)' },
                        text: { signal: "format(datum.total, ',')" },
                    },
                },
            },
        ],
    };
}
/** A value as a chart labels it: on one line, and never nothing. */
function chartLabel(value, length = LONGEST_LABEL) {
    const shown = (0,_text_shortened_js__WEBPACK_IMPORTED_MODULE_1__/* .shortened */ .v)((0,_text_unseen_js__WEBPACK_IMPORTED_MODULE_2__/* .visibleLine */ .P)(value).trim(), length);
    return shown === '' ? '(not set)' : shown;
}
/** A label that takes no more room: cut in its middle, since ends tell names apart whose beginnings are the same. */
function fitted(label, room) {
    const letters = Array.from(label);
    for (let kept = letters.length - 1; textWidth(label) > room && kept > 2; kept -= 1) {
        const tail = Math.floor(kept / 3);
        label = `${letters.slice(0, kept - tail).join('')}…${letters.slice(letters.length - tail).join('')}`;
    }
    return label;
}
/** How wide a text is drawn, in px, by letters that are about alike; rather too much than too little. */
function textWidth(text) {
    let width = 0;
    for (const letter of text)
        width += letterWidth(letter);
    return width;
}
function letterWidth(letter) {
    if (/[ijlI.,:;'|!()[\]\- ]/.test(letter))
        return 4.4;
    if (/[mwMW@%…]/.test(letter))
        return 12;
    if (/[A-Z]/.test(letter))
        return 8.6;
    return /[\0-\u{2ff}]/u.test(letter) ? 7.2 : 13;
}

__webpack_async_result__();
} catch(e) { __webpack_async_result__(e); } });

/***/ }),

/***/ 35552:
/***/ ((module, __webpack_exports__, __webpack_require__) => {

__webpack_require__.a(module, async (__webpack_handle_async_dependencies__, __webpack_async_result__) => { try {
/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   DB: () => (/* binding */ valuesChart),
/* harmony export */   Wm: () => (/* binding */ rulesChart),
/* harmony export */   px: () => (/* binding */ crossingChart),
/* harmony export */   u1: () => (/* binding */ unreadChart),
/* harmony export */   vP: () => (/* binding */ figure)
/* harmony export */ });
/* harmony import */ var _text_numbers_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(92613);
/* harmony import */ var _summary_policy_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(6970);
/* harmony import */ var _charts_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(47496);
/* harmony import */ var _html_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(70828);
var __webpack_async_dependencies__ = __webpack_handle_async_dependencies__([_charts_js__WEBPACK_IMPORTED_MODULE_2__]);
_charts_js__WEBPACK_IMPORTED_MODULE_2__ = (__webpack_async_dependencies__.then ? (await __webpack_async_dependencies__)() : __webpack_async_dependencies__)[0];




const MOST_VALUES = 10;
const MOST_RULES = 20;
const MOST_KINDS = 7;
const OTHERS = 'all others';
/** A picture for wide screens and paper, and one for phones: made smaller, its letters could not be read. */
const WIDE = { width: 520, names: 240 };
const NARROW = { width: 290, names: 120 };
const LONGEST_KIND = 30;
/** Bars of one column's values: the ten most frequent, and the rest together. Undefined where nothing was counted. */
function valuesChart(distribution) {
    if (distribution.total === 0)
        return undefined;
    const { values, rest } = distribution.first(MOST_VALUES);
    const all = rest > 0 ? [...values, { value: OTHERS, count: rest }] : values;
    return {
        rows: all.map(({ value }) => value),
        kinds: [{ name: 'Mailboxes', colour: 'var(--chart-1)' }],
        bars: all.map(({ count: number }, row) => ({ row, kind: 'Mailboxes', count: number })),
    };
}
/** What Graph's externalAudienceScope has, from those who see nothing to everybody; the same colour in every run. */
const AUDIENCES = new Map([
    ['none', 'var(--chart-8)'],
    ['contactsonly', 'var(--chart-1)'],
    ['all', 'var(--chart-3)'],
]);
/** For what a tenant says besides; green comes last, which means good elsewhere. */
const OTHER_COLOURS = [4, 5, 6, 7, 2].map((colour) => `var(--chart-${colour})`);
/** Bars of one column's values, each parted by those of another. Undefined where nothing was counted. */
function crossingChart(crossing) {
    // Each row spells its kinds as they came there first.
    const kinds = new Map();
    const bars = [];
    for (const [row, { values }] of crossing.rows.entries()) {
        for (const { value: kind, count: number } of values) {
            const label = (0,_charts_js__WEBPACK_IMPORTED_MODULE_2__/* .chartLabel */ .t)(kind, LONGEST_KIND);
            const folded = label.toLowerCase();
            const name = kinds.get(folded) ?? label;
            kinds.set(folded, name);
            bars.push({ row, kind: name, count: number });
        }
    }
    if (bars.length === 0)
        return undefined;
    const rank = (folded) => {
        const place = [...AUDIENCES.keys()].indexOf(folded);
        return place === -1 ? AUDIENCES.size : place;
    };
    // Graph has three; what a tenant makes up besides is one kind.
    const sorted = [...kinds].slice(0, MOST_KINDS).sort(([one], [other]) => rank(one) - rank(other));
    const others = [...OTHER_COLOURS];
    const named = sorted.map(([folded, name]) => ({
        name,
        colour: AUDIENCES.get(folded) ?? others.shift() ?? 'var(--muted)',
    }));
    const names = new Set(named.map(({ name }) => name));
    return {
        rows: crossing.rows.map(({ value }) => value),
        kinds: kinds.size > MOST_KINDS ? [...named, { name: OTHERS, colour: 'var(--muted)' }] : named,
        bars: bars.map((bar) => (names.has(bar.kind) ? bar : { ...bar, kind: OTHERS })),
        shares: true,
        legend: true,
    };
}
const VERDICTS = [
    { name: 'passed', colour: 'var(--good)' },
    { name: 'failed', colour: 'var(--bad)' },
    { name: 'warned', colour: 'var(--warn)' },
    { name: 'exempt', colour: 'var(--chart-4)' },
    { name: 'inconclusive', colour: 'var(--muted)' },
];
/** Bars of rules, parted by what they say of mailboxes: the first twenty, those that do not hold before others. */
function rulesChart(tally) {
    const rules = tally.rules.toSorted(_summary_policy_js__WEBPACK_IMPORTED_MODULE_1__/* .worstFirst */ .md);
    const shown = rules.slice(0, MOST_RULES);
    const bars = shown.flatMap((counts, row) => VERDICTS.map(({ name }) => ({ row, kind: name, count: counts[name] })));
    const there = VERDICTS.filter(({ name }) => bars.some((bar) => bar.kind === name && bar.count > 0));
    if (there.length === 0)
        return undefined;
    return {
        rows: shown.map(({ rule }) => rule.id),
        kinds: there,
        bars: bars.filter((bar) => bar.count > 0),
        legend: true,
        ...(rules.length > shown.length ? { note: `the worst ${shown.length} of ${(0,_text_numbers_js__WEBPACK_IMPORTED_MODULE_0__/* .count */ .U9)(rules.length)}` } : {}),
    };
}
/** Bars of the causes for which mailboxes were not read. Undefined where all were. */
function unreadChart(tally) {
    const { causes } = tally;
    if (causes.length === 0)
        return undefined;
    return {
        rows: causes,
        kinds: [{ name: 'Mailboxes', colour: 'var(--bad)' }],
        bars: causes.map((status, row) => ({ row, kind: 'Mailboxes', count: tally.unreadBy(status) })),
    };
}
/** A picture with its title, and the same numbers as a table, which is what a screen reader reads. */
async function figure(title, chart) {
    if (chart === undefined)
        return undefined;
    const { rows, kinds, bars, note } = chart;
    const [wide, narrow] = await Promise.all([(0,_charts_js__WEBPACK_IMPORTED_MODULE_2__/* .drawBars */ .r)(chart, WIDE), (0,_charts_js__WEBPACK_IMPORTED_MODULE_2__/* .drawBars */ .r)(chart, NARROW)]);
    const numbers = (row) => kinds.map(({ name }) => {
        const sum = bars.reduce((all, bar) => (bar.row === row && bar.kind === name ? all + bar.count : all), 0);
        return (0,_html_js__WEBPACK_IMPORTED_MODULE_3__/* .html */ .qy) `<td class="number">${(0,_text_numbers_js__WEBPACK_IMPORTED_MODULE_0__/* .count */ .U9)(sum)}</td>`;
    });
    return (0,_html_js__WEBPACK_IMPORTED_MODULE_3__/* .html */ .qy) `<figure>
    <figcaption>${title}${note === undefined ? undefined : (0,_html_js__WEBPACK_IMPORTED_MODULE_3__/* .html */ .qy) ` <span class="note">${note}</span>`}</figcaption>
    <div class="chart" aria-hidden="true">
      <div class="wide-chart">${(0,_html_js__WEBPACK_IMPORTED_MODULE_3__/* .trusted */ .IZ)(wide)}</div>
      <div class="narrow-chart">${(0,_html_js__WEBPACK_IMPORTED_MODULE_3__/* .trusted */ .IZ)(narrow)}</div>
      ${kinds.length > 1 || chart.legend === true ? legend(kinds) : undefined}
    </div>
    <details>
      <summary>Numbers<span class="unseen">: ${title}</span></summary>
      <div class="wide" tabindex="0" role="region" aria-label="Numbers: ${title}">
        <table>
          <thead>
            <tr>
              <th scope="col">${title}</th>
              ${kinds.map(({ name }) => (0,_html_js__WEBPACK_IMPORTED_MODULE_3__/* .html */ .qy) `<th scope="col" class="number">${name}</th>`)}
            </tr>
          </thead>
          <tbody>
            ${rows.map((row, at) => (0,_html_js__WEBPACK_IMPORTED_MODULE_3__/* .html */ .qy) `<tr>
                  <th scope="row">${(0,_charts_js__WEBPACK_IMPORTED_MODULE_2__/* .chartLabel */ .t)(row)}</th>
                  ${numbers(at)}
                </tr> `)}
          </tbody>
        </table>
      </div>
    </details>
  </figure> `;
}
/** Beside the picture, where long names find room on a line of their own. */
function legend(kinds) {
    return (0,_html_js__WEBPACK_IMPORTED_MODULE_3__/* .html */ .qy) `<ul class="legend">
    ${kinds.map(({ name, colour }) => (0,_html_js__WEBPACK_IMPORTED_MODULE_3__/* .html */ .qy) `<li>
          <svg width="12" height="12"><rect width="12" height="12" rx="2" fill="${colour}" /></svg> ${name}
        </li> `)}
  </ul>`;
}

__webpack_async_result__();
} catch(e) { __webpack_async_result__(e); } });

/***/ }),

/***/ 70828:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   IZ: () => (/* binding */ trusted),
/* harmony export */   nf: () => (/* binding */ link),
/* harmony export */   qy: () => (/* binding */ html),
/* harmony export */   s$: () => (/* binding */ jsonText)
/* harmony export */ });
/* unused harmony export Html */
/* harmony import */ var _text_unseen_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(35991);

/** HTML that is safe to write: everything foreign in it was escaped. Only `html` and `trusted` make it. */
class Html {
    text;
    constructor(text) {
        this.text = text;
    }
}
/**
 * HTML with values in it: a text shows as what it is, on one line and with nothing hidden, in an element as well as in a
 * quoted attribute. Lists of HTML are joined, and undefined is nothing.
 */
function html(strings, ...parts) {
    let text = strings[0] ?? '';
    for (const [at, part] of parts.entries())
        text += partText(part) + (strings[at + 1] ?? '');
    return new Html(text);
}
/** A text of our own that is HTML already, such as a picture that the charting library drew. */
function trusted(text) {
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
    return (0,_text_unseen_js__WEBPACK_IMPORTED_MODULE_0__/* .visibleLine */ .P)(part).replace(/[&<>"']/g, (mark) => REFERENCES[mark] ?? mark);
}
/** A link where the address is one of the web's, else its text alone. */
function link(text, url) {
    const parsed = URL.parse(url);
    return parsed?.protocol === 'https:' || parsed?.protocol === 'http:'
        ? html `<a href="${parsed.href}" rel="noreferrer">${text}</a>`
        : html `${text}`;
}
/** A value inside a script element that holds JSON: nothing in it ends the element. */
function jsonText(value) {
    return JSON.stringify(value).replaceAll('<', '\\u003c');
}


/***/ }),

/***/ 40626:
/***/ ((module, __webpack_exports__, __webpack_require__) => {

__webpack_require__.a(module, async (__webpack_handle_async_dependencies__, __webpack_async_result__) => { try {
/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   writePage: () => (/* binding */ writePage)
/* harmony export */ });
/* unused harmony export contentPolicy */
/* harmony import */ var node_crypto__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(77598);
/* harmony import */ var node_crypto__WEBPACK_IMPORTED_MODULE_0___default = /*#__PURE__*/__webpack_require__.n(node_crypto__WEBPACK_IMPORTED_MODULE_0__);
/* harmony import */ var _credential_sign_in_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(24700);
/* harmony import */ var _text_numbers_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(92613);
/* harmony import */ var _text_file_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(25011);
/* harmony import */ var _result_sentence_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(11238);
/* harmony import */ var _some_names_js__WEBPACK_IMPORTED_MODULE_5__ = __webpack_require__(70486);
/* harmony import */ var _summary_distributions_js__WEBPACK_IMPORTED_MODULE_6__ = __webpack_require__(86597);
/* harmony import */ var _figures_js__WEBPACK_IMPORTED_MODULE_7__ = __webpack_require__(35552);
/* harmony import */ var _html_js__WEBPACK_IMPORTED_MODULE_8__ = __webpack_require__(70828);
/* harmony import */ var _panels_js__WEBPACK_IMPORTED_MODULE_9__ = __webpack_require__(80238);
var __webpack_async_dependencies__ = __webpack_handle_async_dependencies__([_figures_js__WEBPACK_IMPORTED_MODULE_7__]);
_figures_js__WEBPACK_IMPORTED_MODULE_7__ = (__webpack_async_dependencies__.then ? (await __webpack_async_dependencies__)() : __webpack_async_dependencies__)[0];










/**
 * Writes the report page: one HTML file that needs no network, with what came of the run, pictures, and every row of the
 * CSVs in tables that its program filters and sorts. Rejects with the UserError `OUTPUT_UNWRITABLE`.
 */
async function writePage(rows, facts, assets) {
    await rows.close();
    const { tables } = rows;
    const file = (0,_text_file_js__WEBPACK_IMPORTED_MODULE_3__/* .openTextFile */ .G)(rows.path, await beginning(tables, facts, assets));
    try {
        for (const [at, { rowsFile }] of tables.entries()) {
            await file.write(`<script type="text/plain" id="rows-${at}">\n`);
            if (rowsFile !== undefined)
                await file.append(rowsFile);
            await file.write('</script>\n');
        }
        await file.write(`<script>${assets.script}</script>\n</body>\n</html>\n`);
    }
    finally {
        await file.close();
    }
}
async function beginning(tables, facts, assets) {
    const { summary, when, csvBom: bom } = facts;
    const data = {
        bom,
        when,
        tables: tables.map(({ name, file, columns, rows }) => ({ name, file, columns, rows })),
    };
    const panels = [
        (0,_panels_js__WEBPACK_IMPORTED_MODULE_9__/* .warningsPanel */ .w)(summary.warnings),
        ...(summary.policy === undefined ? [] : (0,_panels_js__WEBPACK_IMPORTED_MODULE_9__/* .policyPanels */ .Ub)(summary.policy)),
        (0,_panels_js__WEBPACK_IMPORTED_MODULE_9__/* .unreadPanel */ .wh)(facts.tally),
    ].filter((panel) => panel !== undefined);
    const drawn = await pictures(facts);
    // Put together as text: what stands in style and script elements is hashed, and must stay as it is.
    return [
        '<!doctype html>',
        '<html lang="en">',
        '<head>',
        '<meta charset="utf-8">',
        (0,_html_js__WEBPACK_IMPORTED_MODULE_8__/* .html */ .qy) `<meta http-equiv="Content-Security-Policy" content="${contentPolicy(assets)}" />`.text,
        '<meta name="viewport" content="width=device-width, initial-scale=1">',
        '<meta name="color-scheme" content="light dark">',
        '<meta name="referrer" content="no-referrer">',
        (0,_html_js__WEBPACK_IMPORTED_MODULE_8__/* .html */ .qy) `<title>${titleOf(summary)}</title>`.text,
        `<style>${assets.style}</style>`,
        '</head>',
        '<body>',
        '<main>',
        head(facts).text,
        ...(drawn.length === 0 ? [] : [(0,_html_js__WEBPACK_IMPORTED_MODULE_8__/* .html */ .qy) `<section class="charts" aria-label="Pictures">${drawn}</section>`.text]),
        ...panels.map((panel) => panel.text),
        tablesSection().text,
        '</main>',
        `<script type="application/json" id="page-data">${(0,_html_js__WEBPACK_IMPORTED_MODULE_8__/* .jsonText */ .s$)(data)}</script>`,
        '',
    ].join('\n');
}
/** What the program fills. */
function tablesSection() {
    return (0,_html_js__WEBPACK_IMPORTED_MODULE_8__/* .html */ .qy) `<section id="tables" aria-labelledby="tables-title">
    <h2 id="tables-title">All rows</h2>
    <p class="loading">Reading the rows…</p>
    <noscript><p>The table needs JavaScript. The CSV files beside this page have the same rows.</p></noscript>
  </section>`;
}
/** The page's Content Security Policy: nothing is loaded from anywhere, and nothing runs but what stands here. https://www.w3.org/TR/CSP3/#match-element-to-source-list */
function contentPolicy({ script, style }) {
    const hash = (text) => `'sha256-${(0,node_crypto__WEBPACK_IMPORTED_MODULE_0__.createHash)('sha256').update(text).digest('base64')}'`;
    return [
        "default-src 'none'",
        `script-src ${hash(script)}`,
        `style-src ${hash(style)}`,
        "base-uri 'none'",
        "form-action 'none'",
    ].join('; ');
}
function titleOf({ result, mailboxCount }) {
    return `Mailbox Report: ${result}, ${(0,_text_numbers_js__WEBPACK_IMPORTED_MODULE_2__/* .counted */ .hS)(mailboxCount, 'mailbox', 'mailboxes')}`;
}
function head({ summary, when, cloud, commit }) {
    const { result, hint, cancelled, listFiles, policy, certificate, durationMs, runUrl } = summary;
    const time = new Date(when).toISOString();
    const facts = [
        [
            'When',
            (0,_html_js__WEBPACK_IMPORTED_MODULE_8__/* .html */ .qy) `<time datetime="${time}">${time.slice(0, 16).replace('T', ' ')} UTC</time>, took ${(0,_text_numbers_js__WEBPACK_IMPORTED_MODULE_2__/* .duration */ .p0)(durationMs)}`,
        ],
        [
            'Reports',
            (0,_html_js__WEBPACK_IMPORTED_MODULE_8__/* .html */ .qy) `${(0,_some_names_js__WEBPACK_IMPORTED_MODULE_5__/* .someNames */ .X)(summary.reports.map(({ name }) => name), String)}`,
        ],
        [listFiles.length === 1 ? 'Mailbox list' : 'Mailbox lists', (0,_html_js__WEBPACK_IMPORTED_MODULE_8__/* .html */ .qy) `${(0,_some_names_js__WEBPACK_IMPORTED_MODULE_5__/* .someNames */ .X)(listFiles, String)}`],
        ...(policy === undefined ? [] : [['Policy', (0,_html_js__WEBPACK_IMPORTED_MODULE_8__/* .html */ .qy) `${policy.file}`]]),
        ['Cloud', (0,_html_js__WEBPACK_IMPORTED_MODULE_8__/* .html */ .qy) `${cloud}`],
        ...(certificate === undefined ? [] : [['Certificate', certificateText(certificate)]]),
        ...(runUrl === undefined ? [] : [['Run', (0,_html_js__WEBPACK_IMPORTED_MODULE_8__/* .link */ .nf)('This run', runUrl)]]),
        ...(commit === undefined ? [] : [['Commit', (0,_html_js__WEBPACK_IMPORTED_MODULE_8__/* .link */ .nf)(commit.sha.slice(0, 12), commit.url)]]),
    ];
    return (0,_html_js__WEBPACK_IMPORTED_MODULE_8__/* .html */ .qy) `<header class="head">
    <h1>Mailbox Report</h1>
    <p class="result result-${result}">${result}${cancelled ? ' (cancelled)' : ''}</p>
    <p class="message">${(0,_result_sentence_js__WEBPACK_IMPORTED_MODULE_4__/* .resultSentence */ .b)(summary)}</p>
    ${hint === '' ? undefined : (0,_html_js__WEBPACK_IMPORTED_MODULE_8__/* .html */ .qy) `<p class="hint">${hint}</p> `}
    <ul class="counts">
      ${tiles(summary)}
    </ul>
    <dl class="facts">
      ${facts.map(([name, value]) => (0,_html_js__WEBPACK_IMPORTED_MODULE_8__/* .html */ .qy) `<div>
            <dt>${name}</dt>
            <dd>${value}</dd>
          </div> `)}
    </dl>
  </header> `;
}
function tiles({ mailboxCount, readCount, unreadCount, duplicateCount, policy, reports, }) {
    const [on] = reports.flatMap((report) => report.repliesOn ?? []);
    const counts = [
        [mailboxCount, 'mailbox', 'mailboxes'],
        [readCount, 'read', 'read'],
        [unreadCount, 'not read', 'not read'],
        [on, 'with replies on or scheduled', 'with replies on or scheduled'],
        [policy?.tally.violationCount, 'violation', 'violations'],
        [policy?.tally.warningCount, 'warning', 'warnings'],
        [policy?.tally.exemptCount, 'exempt', 'exempt'],
        [duplicateCount === 0 ? undefined : duplicateCount, 'repeated in the list', 'repeated in the list'],
    ];
    return counts.flatMap(([number, one, many]) => number === undefined ? [] : [(0,_html_js__WEBPACK_IMPORTED_MODULE_8__/* .html */ .qy) `<li><strong>${(0,_text_numbers_js__WEBPACK_IMPORTED_MODULE_2__/* .count */ .U9)(number)}</strong> ${number === 1 ? one : many}</li> `]);
}
function certificateText({ daysLeft, expiresOn }) {
    const text = `${(0,_text_numbers_js__WEBPACK_IMPORTED_MODULE_2__/* .counted */ .hS)(daysLeft, 'day', 'days')} left, until ${expiresOn.toISOString().slice(0, 10)}`;
    return daysLeft > _credential_sign_in_js__WEBPACK_IMPORTED_MODULE_1__/* .RENEWAL_DAYS */ .lp ? (0,_html_js__WEBPACK_IMPORTED_MODULE_8__/* .html */ .qy) `${text}` : (0,_html_js__WEBPACK_IMPORTED_MODULE_8__/* .html */ .qy) `<strong>${text}: register a new one</strong>`;
}
async function pictures({ summary, tally }) {
    const { reports, policy } = summary;
    const [zones, languages] = ['TimeZone', 'Language'].map((column) => (0,_summary_distributions_js__WEBPACK_IMPORTED_MODULE_6__/* .firstDistribution */ .pb)(reports, column));
    const [replies] = reports.flatMap((report) => report.replies ?? []);
    const drawn = await Promise.all([
        (0,_figures_js__WEBPACK_IMPORTED_MODULE_7__/* .figure */ .vP)('Rules by verdict', policy === undefined ? undefined : (0,_figures_js__WEBPACK_IMPORTED_MODULE_7__/* .rulesChart */ .Wm)(policy.tally)),
        (0,_figures_js__WEBPACK_IMPORTED_MODULE_7__/* .figure */ .vP)('Not read, by cause', (0,_figures_js__WEBPACK_IMPORTED_MODULE_7__/* .unreadChart */ .u1)(tally)),
        (0,_figures_js__WEBPACK_IMPORTED_MODULE_7__/* .figure */ .vP)('Automatic replies by audience outside', replies === undefined ? undefined : (0,_figures_js__WEBPACK_IMPORTED_MODULE_7__/* .crossingChart */ .px)(replies)),
        (0,_figures_js__WEBPACK_IMPORTED_MODULE_7__/* .figure */ .vP)('Time zones', zones === undefined ? undefined : (0,_figures_js__WEBPACK_IMPORTED_MODULE_7__/* .valuesChart */ .DB)(zones)),
        (0,_figures_js__WEBPACK_IMPORTED_MODULE_7__/* .figure */ .vP)('Languages', languages === undefined ? undefined : (0,_figures_js__WEBPACK_IMPORTED_MODULE_7__/* .valuesChart */ .DB)(languages)),
    ]);
    return drawn.filter((picture) => picture !== undefined);
}

__webpack_async_result__();
} catch(e) { __webpack_async_result__(e); } });

/***/ }),

/***/ 80238:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   Ub: () => (/* binding */ policyPanels),
/* harmony export */   w: () => (/* binding */ warningsPanel),
/* harmony export */   wh: () => (/* binding */ unreadPanel)
/* harmony export */ });
/* harmony import */ var _judged_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(13554);
/* harmony import */ var _text_numbers_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(92613);
/* harmony import */ var _remedies_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(88643);
/* harmony import */ var _summary_policy_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(6970);
/* harmony import */ var _html_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(70828);





const MOST_RULES = 100;
const MOST_EXEMPTIONS = 200;
/** What came of a policy: its rules, who is furthest from it, and its exemptions. */
function policyPanels({ file, tally, exemptions }) {
    const { rules: all } = tally;
    // Where not all of them fit, those that do not hold come first.
    const rules = all.length > MOST_RULES ? all.toSorted(_summary_policy_js__WEBPACK_IMPORTED_MODULE_2__/* .worstFirst */ .md).slice(0, MOST_RULES) : all;
    return [
        panel(`Policy ${file}`, ['Rule', 'Passed', 'Failed', 'Exempt', 'Inconclusive'], [...rules.map(ruleRow), ...moreRow(all.length - rules.length, 5)]),
        ...(tally.offenders.length === 0
            ? []
            : [
                panel('Furthest from it', ['Mailbox', 'Listed at', 'Found and expected'], [...tally.offenders.map(offenderRow), ...moreRow(tally.offenderCount - tally.offenders.length, 3)]),
            ]),
        ...(exemptions.length === 0
            ? []
            : [
                panel('Exemptions', ['Rule', 'Mailboxes', 'State', 'Last day', 'Covers', 'Reason', 'Owner'], [
                    ...(0,_summary_policy_js__WEBPACK_IMPORTED_MODULE_2__/* .mostUrgentFirst */ .Nn)(exemptions).slice(0, MOST_EXEMPTIONS).map(exemptionRow),
                    ...moreRow(exemptions.length - MOST_EXEMPTIONS, 7),
                ]),
            ]),
    ];
}
/** What works, but should not stay so. */
function warningsPanel(warnings) {
    if (warnings.length === 0)
        return undefined;
    return (0,_html_js__WEBPACK_IMPORTED_MODULE_3__/* .html */ .qy) `<section class="panel warnings">
    <h2>Warnings</h2>
    <ul>
      ${warnings.map((warning) => (0,_html_js__WEBPACK_IMPORTED_MODULE_3__/* .html */ .qy) `<li>${warning}</li>`)}
    </ul>
  </section> `;
}
/** How many mailboxes were not read, by cause, with what to do about each. Undefined where all were read. */
function unreadPanel(tally) {
    const { causes } = tally;
    if (causes.length === 0)
        return undefined;
    const rows = causes.map((status) => (0,_html_js__WEBPACK_IMPORTED_MODULE_3__/* .html */ .qy) `<tr>
        <th scope="row" class="short">${status}</th>
        <td class="number">${(0,_text_numbers_js__WEBPACK_IMPORTED_MODULE_0__/* .count */ .U9)(tally.unreadBy(status))}</td>
        <td class="prose">${_remedies_js__WEBPACK_IMPORTED_MODULE_1__/* .REMEDIES */ .l[status]}</td>
      </tr> `);
    return panel('Not read', ['Cause', 'How many', 'What to do'], rows);
}
/** Columns that count have their heading where their numbers are. */
const COUNTS = new Set(['Passed', 'Failed', 'Exempt', 'Inconclusive', 'Covers', 'How many']);
function panel(title, columns, rows) {
    return (0,_html_js__WEBPACK_IMPORTED_MODULE_3__/* .html */ .qy) `<section class="panel">
    <h2>${title}</h2>
    <div class="wide" tabindex="0" role="region" aria-label="${title}">
      <table>
        <thead>
          <tr>
            ${columns.map((column) => COUNTS.has(column)
        ? (0,_html_js__WEBPACK_IMPORTED_MODULE_3__/* .html */ .qy) `<th scope="col" class="number">${column}</th>`
        : (0,_html_js__WEBPACK_IMPORTED_MODULE_3__/* .html */ .qy) `<th scope="col">${column}</th>`)}
          </tr>
        </thead>
        <tbody>
          ${rows}
        </tbody>
      </table>
    </div>
  </section> `;
}
function moreRow(more, columns) {
    return more > 0
        ? [
            (0,_html_js__WEBPACK_IMPORTED_MODULE_3__/* .html */ .qy) `<tr>
          <td colspan="${columns}">and ${(0,_text_numbers_js__WEBPACK_IMPORTED_MODULE_0__/* .count */ .U9)(more)} more</td>
        </tr> `,
        ]
        : [];
}
function ruleRow({ rule, passed, failed, warned, exempt, inconclusive }) {
    const state = failed > 0 ? 'fail' : warned > 0 ? 'warn' : 'pass';
    const name = rule.help === undefined ? (0,_html_js__WEBPACK_IMPORTED_MODULE_3__/* .html */ .qy) `${rule.title}` : (0,_html_js__WEBPACK_IMPORTED_MODULE_3__/* .link */ .nf)(rule.title, rule.help);
    const severity = rule.severity === 'warning' ? (0,_html_js__WEBPACK_IMPORTED_MODULE_3__/* .html */ .qy) ` <span class="note">warning</span>` : undefined;
    return (0,_html_js__WEBPACK_IMPORTED_MODULE_3__/* .html */ .qy) `<tr class="verdict-${state}">
    <th scope="row"><code>${rule.id}</code> ${name}${severity}</th>
    <td class="number">${(0,_text_numbers_js__WEBPACK_IMPORTED_MODULE_0__/* .count */ .U9)(passed)}</td>
    <td class="number">${(0,_text_numbers_js__WEBPACK_IMPORTED_MODULE_0__/* .count */ .U9)(failed + warned)}</td>
    <td class="number">${(0,_text_numbers_js__WEBPACK_IMPORTED_MODULE_0__/* .count */ .U9)(exempt)}</td>
    <td class="number">${(0,_text_numbers_js__WEBPACK_IMPORTED_MODULE_0__/* .count */ .U9)(inconclusive)}</td>
  </tr> `;
}
function offenderRow({ address, file, line, findings, findingCount }) {
    const more = findingCount - findings.length;
    return (0,_html_js__WEBPACK_IMPORTED_MODULE_3__/* .html */ .qy) `<tr>
    <th scope="row">${address}</th>
    <td>${file}, line ${line}</td>
    <td class="prose">
      <ul>
        ${findings.map((finding) => (0,_html_js__WEBPACK_IMPORTED_MODULE_3__/* .html */ .qy) `<li><code>${finding.rule}</code> ${(0,_judged_js__WEBPACK_IMPORTED_MODULE_4__/* .findingText */ .N)(finding)}</li> `)}
        ${more > 0 ? (0,_html_js__WEBPACK_IMPORTED_MODULE_3__/* .html */ .qy) `<li>and ${(0,_text_numbers_js__WEBPACK_IMPORTED_MODULE_0__/* .count */ .U9)(more)} more</li>` : undefined}
      </ul>
    </td>
  </tr> `;
}
function exemptionRow({ exemption, expired, endsSoon, daysLeft, covered, need }) {
    const { rule, mailboxes, reason, owner, expires } = exemption;
    const state = expired
        ? 'expired'
        : endsSoon
            ? `${_summary_policy_js__WEBPACK_IMPORTED_MODULE_2__/* .NEEDS */ .Qo[need]}, ${(0,_text_numbers_js__WEBPACK_IMPORTED_MODULE_0__/* .counted */ .hS)(daysLeft, 'day', 'days')} left`
            : _summary_policy_js__WEBPACK_IMPORTED_MODULE_2__/* .NEEDS */ .Qo[need];
    const patterns = mailboxes.map(({ pattern }) => pattern).join(', ');
    return (0,_html_js__WEBPACK_IMPORTED_MODULE_3__/* .html */ .qy) `<tr${expired ? (0,_html_js__WEBPACK_IMPORTED_MODULE_3__/* .html */ .qy) ` class="verdict-fail"` : undefined}><th scope="row"><code>${rule}</code></th><td>${patterns}</td>
<td>${state}</td><td>${expires}</td><td class="number">${(0,_text_numbers_js__WEBPACK_IMPORTED_MODULE_0__/* .count */ .U9)(covered)}</td><td>${reason}</td><td>${owner}</td></tr>
`;
}


/***/ })

};
