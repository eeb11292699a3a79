export const id = 928;
export const ids = [928];
export const modules = {

/***/ 913:
/***/ ((module, __webpack_exports__, __webpack_require__) => {

__webpack_require__.a(module, async (__webpack_handle_async_dependencies__, __webpack_async_result__) => { try {
/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   qg: () => (/* binding */ rowText),
/* harmony export */   rP: () => (/* binding */ drawBars),
/* harmony export */   tb: () => (/* binding */ chartLabel)
/* harmony export */ });
/* unused harmony export fittedLabels */
/* harmony import */ var vega__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(33972);
/* harmony import */ var _text_display_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(24745);
/* harmony import */ var _text_numbers_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(92613);
var __webpack_async_dependencies__ = __webpack_handle_async_dependencies__([vega__WEBPACK_IMPORTED_MODULE_0__]);
vega__WEBPACK_IMPORTED_MODULE_0__ = (__webpack_async_dependencies__.then ? (await __webpack_async_dependencies__)() : __webpack_async_dependencies__)[0];



/** Makes one mailbox among a hundred thousand visible. */
const MIN_SEGMENT_WIDTH = 3;
const BAR_HEIGHT = 19;
const FONT = 'system-ui, sans-serif';
const MAX_LABEL_LENGTH = 100;
/** Between a name or a number and its bar. */
const GAP = 10;
/** For names beside and above their bars: height of a row, top of the bar and middle of the name. */
const BESIDE = { row: 26, bar: 3, name: 13 };
const ABOVE = { row: 44, bar: 20, name: 10 };
/**
 * Draws a chart as SVG. Colours are variables of the page's style sheet, for the light and the dark scheme. The library
 * escapes texts.
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
/** The text at the end of a row. */
function rowText({ texts, segments }, row) {
    return texts?.[row] ?? (0,_text_numbers_js__WEBPACK_IMPORTED_MODULE_1__/* .count */ .U9)(totalOf(segments, row));
}
function totalOf(segments, row) {
    return segments.reduce((sum, segment) => (segment.row === row ? sum + segment.count : sum), 0);
}
function barSpec(chart, { width, names, above = false }) {
    const { rows, categories, segments, shares = false } = chart;
    const place = above ? ABOVE : BESIDE;
    const labels = fittedLabels(rows.map((row) => chartLabel(row)), names);
    const ends = rows.map((_, row) => {
        const total = totalOf(segments, row);
        return { row, label: labels[row] ?? '', text: rowText(chart, row), length: shares && total > 0 ? 1 : total };
    });
    const left = above ? 0 : Math.ceil(Math.max(...labels.map(textWidth))) + GAP;
    const right = Math.ceil(Math.max(...ends.map(({ text }) => textWidth(text)))) + GAP;
    const middle = place.bar + BAR_HEIGHT / 2;
    return {
        width: width - left - right,
        height: rows.length * place.row,
        // Without a canvas the library overestimates the width of letters, and cuts names that fit.
        autosize: 'none',
        padding: { left, right, top: 0, bottom: 0 },
        config: { text: { font: FONT } },
        data: [
            {
                name: 'segments',
                values: segments.map((segment) => ({
                    ...segment,
                    order: categories.findIndex(({ name }) => name === segment.category),
                })),
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
            { name: 'ends', values: ends },
        ],
        scales: [
            { name: 'counts', type: 'linear', domain: { data: 'ends', field: 'length' }, range: 'width', zero: true },
            {
                name: 'fills',
                type: 'ordinal',
                domain: categories.map(({ name }) => name),
                range: categories.map(({ colour, hollow }) => (hollow === true ? 'var(--background)' : colour)),
            },
            {
                name: 'edges',
                type: 'ordinal',
                domain: categories.map(({ name }) => name),
                range: categories.map(({ colour, hollow }) => (hollow === true ? colour : 'var(--background)')),
            },
        ],
        marks: [
            {
                type: 'text',
                from: { data: 'ends' },
                encode: {
                    enter: {
                        y: { signal: `datum.row * ${place.row} + ${place.name}` },
                        x: { value: above ? 0 : -8 },
                        align: { value: above ? 'left' : 'right' },
                        baseline: { value: 'middle' },
                        fontSize: { value: 12 },
                        fill: { value: 'var(--text)' },
                        text: { field: 'label' },
                    },
                },
            },
            {
                type: 'rect',
                from: { data: 'segments' },
                // A segment that is drawn wider than its value covers its neighbour.
                sort: { field: 'datum.count', order: 'descending' },
                encode: {
                    enter: {
                        y: { signal: `datum.row * ${place.row} + ${place.bar}` },
                        height: { value: BAR_HEIGHT },
                        x: { scale: 'counts', field: 'y0' },
                        x2: { signal: `max(scale('counts', datum.y1), scale('counts', datum.y0) + ${MIN_SEGMENT_WIDTH})` },
                        fill: { scale: 'fills', field: 'category' },
                        // Separates categories of similar colours.
                        ...(categories.some(({ hollow }) => hollow === true) || categories.length > 1
                            ? { stroke: { scale: 'edges', field: 'category' } }
                            : {}),
                    },
                },
            },
            {
                type: 'text',
                from: { data: 'ends' },
                encode: {
                    enter: {
                        y: { signal: `datum.row * ${place.row} + ${middle}` },
                        x: { signal: `max(scale('counts', datum.length), ${MIN_SEGMENT_WIDTH}) + 6` },
                        baseline: { value: 'middle' },
                        fontSize: { value: 12 },
                        fill: { value: 'var(--text)' },
                        text: { field: 'text' },
                    },
                },
            },
        ],
    };
}
/** A value as a label: on one line, never blank. */
function chartLabel(value, length = MAX_LABEL_LENGTH) {
    const shown = (0,_text_display_js__WEBPACK_IMPORTED_MODULE_2__/* .shortenedInside */ .DA)((0,_text_display_js__WEBPACK_IMPORTED_MODULE_2__/* .visibleLine */ .P8)(value).trim(), length);
    return shown === '' ? '(not set)' : shown;
}
/** The share of a shortened label that shows its end, since names with the same start may differ there. */
const TAIL = 1 / 3;
/** Tried if shortened labels would be equal. */
const OTHER_TAILS = [1 / 2, 2 / 3, 5 / 6, 1 / 6, 0];
/** Labels shortened to a width in px. Different labels stay different if possible. */
function fittedLabels(labels, room) {
    const cut = labels.map((label) => fitted(label, room, TAIL));
    return labels.map((label, at) => {
        const alike = labels.filter((other, place) => cut[place] === cut[at] && other !== label);
        const tail = OTHER_TAILS.find((one) => {
            const mine = fitted(label, room, one);
            return alike.every((other) => fitted(other, room, one) !== mine);
        });
        return fitted(label, room, alike.length === 0 ? TAIL : (tail ?? TAIL));
    });
}
/** A label shortened in its middle. */
function fitted(label, room, tailShare) {
    const letters = Array.from(label);
    for (let kept = letters.length - 1; textWidth(label) > room && kept > 2; kept -= 1) {
        const tail = Math.floor(kept * tailShare);
        label = `${letters.slice(0, kept - tail).join('')}…${letters.slice(letters.length - tail).join('')}`;
    }
    return label;
}
/** An upper estimate of the width of a text in px. */
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

/***/ 57448:
/***/ ((module, __webpack_exports__, __webpack_require__) => {

__webpack_require__.a(module, async (__webpack_handle_async_dependencies__, __webpack_async_result__) => { try {
/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   DB: () => (/* binding */ valuesChart),
/* harmony export */   UE: () => (/* binding */ crossTabChart),
/* harmony export */   Wm: () => (/* binding */ rulesChart),
/* harmony export */   s6: () => (/* binding */ unreadableChart),
/* harmony export */   vP: () => (/* binding */ figure)
/* harmony export */ });
/* harmony import */ var _run_summary_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(56765);
/* harmony import */ var _text_numbers_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(92613);
/* harmony import */ var _tally_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(91319);
/* harmony import */ var _bar_chart_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(913);
/* harmony import */ var _html_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(19116);
var __webpack_async_dependencies__ = __webpack_handle_async_dependencies__([_bar_chart_js__WEBPACK_IMPORTED_MODULE_2__]);
_bar_chart_js__WEBPACK_IMPORTED_MODULE_2__ = (__webpack_async_dependencies__.then ? (await __webpack_async_dependencies__)() : __webpack_async_dependencies__)[0];





const MAX_VALUES = 10;
const MAX_RULES = 20;
const MAX_CATEGORIES = 7;
const OTHERS = 'all others';
/** One drawing for wide screens and paper, one for phones, where the letters of a scaled one would be illegible. */
const WIDE = { width: 520, names: 240 };
const NARROW = { width: 290, names: 280, above: true };
const MAX_CATEGORY_LENGTH = 30;
/** Rows in the accessible name of a chart; the table beside it has all. */
const MAX_SPOKEN_ROWS = 5;
/** The values of a column: the ten most frequent, and the others in one row. Undefined if there are none. */
function valuesChart(distribution) {
    if (distribution.total === 0)
        return undefined;
    const { values, rest } = distribution.first(MAX_VALUES);
    const all = rest > 0 ? [...values, { value: OTHERS, count: rest }] : values;
    return {
        rows: all.map(({ value }) => value),
        categories: [{ name: 'Mailboxes', colour: 'var(--chart-1)' }],
        segments: all.map(({ count: number }, row) => ({ row, category: 'Mailboxes', count: number })),
    };
}
/** The values of Graph's `externalAudienceScope` in order; their colours are the same in every run. */
const AUDIENCES = new Map([
    ['none', { colour: 'var(--bar-none)' }],
    ['contactsonly', { colour: 'var(--bar-contacts)' }],
    ['all', { colour: 'var(--bar-all)' }],
    ['(not set)', { colour: 'var(--muted)', hollow: true }],
]);
/** For other values; green comes last, since it means `passed` elsewhere. */
const OTHER_COLOURS = [4, 5, 6, 7, 2].map((colour) => `var(--chart-${colour})`);
/** The values of one column by those of another. Undefined if there are none. */
function crossTabChart(crossTab) {
    // The spelling may differ between rows.
    const names = new Map();
    const segments = [];
    for (const [row, { values }] of crossTab.rows.entries()) {
        for (const { value: crossed, count: number } of values) {
            const label = (0,_bar_chart_js__WEBPACK_IMPORTED_MODULE_2__/* .chartLabel */ .tb)(crossed, MAX_CATEGORY_LENGTH);
            const folded = label.toLowerCase();
            const category = names.get(folded) ?? label;
            names.set(folded, category);
            segments.push({ row, category, count: number });
        }
    }
    if (segments.length === 0)
        return undefined;
    const rank = (folded) => {
        const place = [...AUDIENCES.keys()].indexOf(folded);
        return place === -1 ? AUDIENCES.size : place;
    };
    // Graph has three; further values become one category.
    const sorted = [...names].slice(0, MAX_CATEGORIES).sort(([one], [other]) => rank(one) - rank(other));
    const others = [...OTHER_COLOURS];
    const categories = sorted.map(([folded, name]) => ({
        name,
        ...(AUDIENCES.get(folded) ?? { colour: others.shift() ?? 'var(--muted)' }),
    }));
    const shown = new Set(categories.map(({ name }) => name));
    return {
        rows: crossTab.rows.map(({ value }) => value),
        texts: crossTab.rows.map(({ total }) => (0,_text_numbers_js__WEBPACK_IMPORTED_MODULE_1__/* .counted */ .hS)(total, 'mailbox', 'mailboxes')),
        categories: names.size > MAX_CATEGORIES ? [...categories, { name: OTHERS, colour: 'var(--muted)' }] : categories,
        segments: segments.map((segment) => (shown.has(segment.category) ? segment : { ...segment, category: OTHERS })),
        shares: true,
        legend: true,
        notes: ['shares of each state'],
    };
}
/** The colours differ in lightness, for people who cannot distinguish green from red. */
const VERDICTS = [
    { name: 'passed', colour: 'var(--bar-passed)' },
    { name: 'failed', colour: 'var(--bar-failed)' },
    { name: 'warned', colour: 'var(--bar-warned)' },
    { name: 'known', colour: 'var(--chart-1)' },
    { name: 'exempt', colour: 'var(--chart-4)' },
    { name: 'inconclusive', colour: 'var(--muted)', hollow: true },
];
/** Rules by the verdicts of mailboxes: twenty at most, those with most failures first. */
function rulesChart(tally) {
    const rules = tally.rules.toSorted(_run_summary_js__WEBPACK_IMPORTED_MODULE_0__/* .byFailures */ .lN);
    const shown = rules.slice(0, MAX_RULES);
    const segments = shown
        .flatMap((counts, row) => VERDICTS.map(({ name }) => ({ row, category: name, count: counts[name] })))
        .filter((segment) => segment.count > 0);
    const categories = VERDICTS.filter(({ name }) => segments.some(({ category }) => category === name));
    if (categories.length === 0)
        return undefined;
    return {
        rows: shown.map(({ rule }) => rule.id),
        texts: shown.map((counts) => {
            const all = VERDICTS.reduce((sum, { name }) => sum + counts[name], 0);
            return `${(0,_text_numbers_js__WEBPACK_IMPORTED_MODULE_1__/* .count */ .U9)(counts.failed + counts.warned)} of ${(0,_text_numbers_js__WEBPACK_IMPORTED_MODULE_1__/* .count */ .U9)(all)}`;
        }),
        categories,
        segments,
        legend: true,
        notes: [
            'failed or warned, of all',
            ...(rules.length > shown.length ? [`the worst ${shown.length} of ${(0,_text_numbers_js__WEBPACK_IMPORTED_MODULE_1__/* .count */ .U9)(rules.length)}`] : []),
        ],
    };
}
/** Unreadable mailboxes by cause. Undefined if all were read. */
function unreadableChart(tally) {
    const causes = (0,_tally_js__WEBPACK_IMPORTED_MODULE_4__/* .mostFrequentFirst */ .qV)(tally);
    if (causes.length === 0)
        return undefined;
    return {
        rows: causes,
        categories: [{ name: 'Mailboxes', colour: 'var(--bad)' }],
        segments: causes.map((status, row) => ({ row, category: 'Mailboxes', count: tally.unreadableBy(status) })),
    };
}
/** A chart with its title, and the same numbers as a table, which screen readers read. */
async function figure(title, chart) {
    if (chart === undefined)
        return undefined;
    const { rows, categories, segments, notes = [] } = chart;
    const [wide, narrow] = await Promise.all([(0,_bar_chart_js__WEBPACK_IMPORTED_MODULE_2__/* .drawBars */ .rP)(chart, WIDE), (0,_bar_chart_js__WEBPACK_IMPORTED_MODULE_2__/* .drawBars */ .rP)(chart, NARROW)]);
    const numbers = (row) => categories.map(({ name }) => {
        const sum = segments.reduce((all, one) => (one.row === row && one.category === name ? all + one.count : all), 0);
        return (0,_html_js__WEBPACK_IMPORTED_MODULE_3__/* .html */ .qy) `<td class="number">${(0,_text_numbers_js__WEBPACK_IMPORTED_MODULE_1__/* .count */ .U9)(sum)}</td>`;
    });
    return (0,_html_js__WEBPACK_IMPORTED_MODULE_3__/* .html */ .qy) `<figure>
    <figcaption>${title}${notes.map((note) => (0,_html_js__WEBPACK_IMPORTED_MODULE_3__/* .html */ .qy) ` <span class="note">${note}</span>`)}</figcaption>
    <div class="chart" role="img" aria-label="${spoken(title, chart)}">
      <div class="wide-chart" aria-hidden="true">${(0,_html_js__WEBPACK_IMPORTED_MODULE_3__/* .trusted */ .IZ)(wide)}</div>
      <div class="narrow-chart" aria-hidden="true">${(0,_html_js__WEBPACK_IMPORTED_MODULE_3__/* .trusted */ .IZ)(narrow)}</div>
      ${categories.length > 1 || chart.legend === true ? legend(categories) : undefined}
    </div>
    <details>
      <summary>Numbers<span class="unseen">: ${title}</span></summary>
      <div class="wide" tabindex="0" role="region" aria-label="Numbers: ${title}">
        <table>
          <thead>
            <tr>
              <th scope="col">${title}</th>
              ${categories.map(({ name }) => (0,_html_js__WEBPACK_IMPORTED_MODULE_3__/* .html */ .qy) `<th scope="col" class="number">${name}</th>`)}
            </tr>
          </thead>
          <tbody>
            ${rows.map((row, at) => (0,_html_js__WEBPACK_IMPORTED_MODULE_3__/* .html */ .qy) `<tr>
                  <th scope="row">${(0,_bar_chart_js__WEBPACK_IMPORTED_MODULE_2__/* .chartLabel */ .tb)(row)}</th>
                  ${numbers(at)}
                </tr> `)}
          </tbody>
        </table>
      </div>
    </details>
  </figure> `;
}
/** The accessible name of a chart: its first numbers. */
function spoken(title, chart) {
    const { rows, notes = [] } = chart;
    const numbers = rows
        .slice(0, MAX_SPOKEN_ROWS)
        .map((row, at) => `${(0,_bar_chart_js__WEBPACK_IMPORTED_MODULE_2__/* .chartLabel */ .tb)(row, MAX_CATEGORY_LENGTH)} ${(0,_bar_chart_js__WEBPACK_IMPORTED_MODULE_2__/* .rowText */ .qg)(chart, at)}`);
    if (rows.length > numbers.length)
        numbers.push(`and ${(0,_text_numbers_js__WEBPACK_IMPORTED_MODULE_1__/* .count */ .U9)(rows.length - numbers.length)} more`);
    return `${[title, ...notes].join(', ')}: ${numbers.join('; ')}`;
}
function legend(categories) {
    return (0,_html_js__WEBPACK_IMPORTED_MODULE_3__/* .html */ .qy) `<ul class="legend" aria-hidden="true">
    ${categories.map(({ name, colour, hollow = false }) => {
        const fill = hollow ? 'var(--background)' : colour;
        const box = (0,_html_js__WEBPACK_IMPORTED_MODULE_3__/* .html */ .qy) `<rect x="0.5" y="0.5" width="11" height="11" rx="2" fill="${fill}" stroke="${colour}" />`;
        return (0,_html_js__WEBPACK_IMPORTED_MODULE_3__/* .html */ .qy) `<li><svg width="12" height="12">${box}</svg> ${name}</li> `;
    })}
  </ul>`;
}

__webpack_async_result__();
} catch(e) { __webpack_async_result__(e); } });

/***/ }),

/***/ 6928:
/***/ ((module, __webpack_exports__, __webpack_require__) => {

__webpack_require__.a(module, async (__webpack_handle_async_dependencies__, __webpack_async_result__) => { try {
/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   documentStart: () => (/* binding */ documentStart)
/* harmony export */ });
/* unused harmony export contentPolicy */
/* harmony import */ var node_crypto__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(77598);
/* harmony import */ var node_crypto__WEBPACK_IMPORTED_MODULE_0___default = /*#__PURE__*/__webpack_require__.n(node_crypto__WEBPACK_IMPORTED_MODULE_0__);
/* harmony import */ var _auth_sign_in_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(58145);
/* harmony import */ var _text_numbers_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(92613);
/* harmony import */ var _report_tally_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(90798);
/* harmony import */ var _run_summary_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(56765);
/* harmony import */ var _charts_js__WEBPACK_IMPORTED_MODULE_5__ = __webpack_require__(57448);
/* harmony import */ var _html_js__WEBPACK_IMPORTED_MODULE_6__ = __webpack_require__(19116);
/* harmony import */ var _panels_js__WEBPACK_IMPORTED_MODULE_7__ = __webpack_require__(50638);
var __webpack_async_dependencies__ = __webpack_handle_async_dependencies__([_charts_js__WEBPACK_IMPORTED_MODULE_5__]);
_charts_js__WEBPACK_IMPORTED_MODULE_5__ = (__webpack_async_dependencies__.then ? (await __webpack_async_dependencies__)() : __webpack_async_dependencies__)[0];








/** The start of the page: an HTML document that needs no network. The elements with the rows and the script follow. */
async function documentStart(content, assets) {
    const { summary, data } = content;
    const panels = [
        (0,_panels_js__WEBPACK_IMPORTED_MODULE_7__/* .warningsPanel */ .w)(summary.warnings),
        ...(summary.policy === undefined ? [] : (0,_panels_js__WEBPACK_IMPORTED_MODULE_7__/* .policyPanels */ .Ub)(summary.policy)),
        (0,_panels_js__WEBPACK_IMPORTED_MODULE_7__/* .unreadablePanel */ .YV)(summary.tally),
    ].filter((panel) => panel !== undefined);
    const charts = await chartsOf(summary);
    // Not a template: prettier would reformat it, and the content of style and script elements is hashed.
    return [
        '<!doctype html>',
        '<html lang="en">',
        '<head>',
        '<meta charset="utf-8">',
        (0,_html_js__WEBPACK_IMPORTED_MODULE_6__/* .html */ .qy) `<meta http-equiv="Content-Security-Policy" content="${contentPolicy(assets)}" />`.text,
        '<meta name="viewport" content="width=device-width, initial-scale=1">',
        '<meta name="color-scheme" content="light dark">',
        '<meta name="referrer" content="no-referrer">',
        (0,_html_js__WEBPACK_IMPORTED_MODULE_6__/* .html */ .qy) `<title>${titleOf(summary)}</title>`.text,
        `<style>${assets.style}</style>`,
        '</head>',
        '<body>',
        '<a class="skip-link" href="#tables-title">To the rows</a>',
        '<main>',
        head(content).text,
        ...(charts.length === 0 ? [] : [chartsSection(charts).text]),
        ...panels.map((panel) => panel.text),
        tablesSection().text,
        '</main>',
        `<script type="application/json" id="page-data">${(0,_html_js__WEBPACK_IMPORTED_MODULE_6__/* .jsonText */ .s$)(data)}</script>`,
        '',
    ].join('\n');
}
function chartsSection(charts) {
    return (0,_html_js__WEBPACK_IMPORTED_MODULE_6__/* .html */ .qy) `<section class="pictures" aria-labelledby="pictures-title">
    <h2 id="pictures-title" class="unseen">Pictures</h2>
    <div class="charts">${charts}</div>
  </section>`;
}
/** The program of the page fills this section. */
function tablesSection() {
    return (0,_html_js__WEBPACK_IMPORTED_MODULE_6__/* .html */ .qy) `<section id="tables" aria-labelledby="tables-title">
    <h2 id="tables-title" tabindex="-1">All rows</h2>
    <p class="loading">Reading the rows…</p>
    <noscript><p>The table needs JavaScript. The CSV files beside this page have the same rows.</p></noscript>
  </section>`;
}
/** The Content Security Policy: no requests, only this script and style. https://www.w3.org/TR/CSP3/#match-element-to-source-list */
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
function titleOf({ result, tally }) {
    return `Mailbox Report: ${result}, ${(0,_text_numbers_js__WEBPACK_IMPORTED_MODULE_2__/* .counted */ .hS)(tally.total, 'mailbox', 'mailboxes')}`;
}
function head({ summary, data: { when }, cloud, commit }) {
    const { result, hint, cancelled, listFiles, policy, certificate, durationMs, runUrl } = summary;
    const time = new Date(when).toISOString();
    const facts = [
        [
            'When',
            (0,_html_js__WEBPACK_IMPORTED_MODULE_6__/* .html */ .qy) `<time datetime="${time}">${time.slice(0, 16).replace('T', ' ')} UTC</time>, took ${(0,_text_numbers_js__WEBPACK_IMPORTED_MODULE_2__/* .duration */ .p0)(durationMs)}`,
        ],
        [
            'Reports',
            (0,_html_js__WEBPACK_IMPORTED_MODULE_6__/* .html */ .qy) `${(0,_text_numbers_js__WEBPACK_IMPORTED_MODULE_2__/* .someNames */ .Xq)(summary.reports.map(({ label }) => label), String)}`,
        ],
        [listFiles.length === 1 ? 'Mailbox list' : 'Mailbox lists', (0,_html_js__WEBPACK_IMPORTED_MODULE_6__/* .html */ .qy) `${(0,_text_numbers_js__WEBPACK_IMPORTED_MODULE_2__/* .someNames */ .Xq)(listFiles, String)}`],
        ...(policy === undefined ? [] : [['Policy', (0,_html_js__WEBPACK_IMPORTED_MODULE_6__/* .html */ .qy) `${policy.file}`]]),
        ['Cloud', (0,_html_js__WEBPACK_IMPORTED_MODULE_6__/* .html */ .qy) `${cloud}`],
        ...(certificate === undefined ? [] : [['Certificate', certificateText(certificate)]]),
        ...(runUrl === undefined ? [] : [['Run', (0,_html_js__WEBPACK_IMPORTED_MODULE_6__/* .link */ .nf)('This run', runUrl)]]),
        ...(commit === undefined ? [] : [['Commit', (0,_html_js__WEBPACK_IMPORTED_MODULE_6__/* .link */ .nf)(commit.sha.slice(0, 12), commit.url)]]),
    ];
    return (0,_html_js__WEBPACK_IMPORTED_MODULE_6__/* .html */ .qy) `<header class="head">
    <h1>Mailbox Report</h1>
    <p class="result result-${result}">${result}${cancelled ? ' (cancelled)' : ''}</p>
    <p class="message">${(0,_run_summary_js__WEBPACK_IMPORTED_MODULE_4__/* .resultSentence */ .bt)(summary)}</p>
    ${hint === '' ? undefined : (0,_html_js__WEBPACK_IMPORTED_MODULE_6__/* .html */ .qy) `<p class="hint">${hint}</p> `}
    <ul class="counts">
      ${counts(summary)}
    </ul>
    <dl class="facts">
      ${facts.map(([name, value]) => (0,_html_js__WEBPACK_IMPORTED_MODULE_6__/* .html */ .qy) `<div>
            <dt>${name}</dt>
            <dd>${value}</dd>
          </div> `)}
    </dl>
  </header> `;
}
function counts(summary) {
    return (0,_run_summary_js__WEBPACK_IMPORTED_MODULE_4__/* .runCounts */ .EU)(summary).map(({ key, name, singular = name, view, number }) => {
        const opens = view === undefined ? undefined : (0,_html_js__WEBPACK_IMPORTED_MODULE_6__/* .html */ .qy) ` data-view="${view}"`;
        const label = (number === 1 ? singular : name).toLowerCase();
        return (0,_html_js__WEBPACK_IMPORTED_MODULE_6__/* .html */ .qy) `<li class="${key}" ${opens}><strong>${(0,_text_numbers_js__WEBPACK_IMPORTED_MODULE_2__/* .count */ .U9)(number)}</strong> ${label}</li> `;
    });
}
function certificateText({ daysLeft, expiresOn }) {
    const text = `${(0,_text_numbers_js__WEBPACK_IMPORTED_MODULE_2__/* .counted */ .hS)(daysLeft, 'day', 'days')} left, until ${expiresOn.toISOString().slice(0, 10)}`;
    return daysLeft > _auth_sign_in_js__WEBPACK_IMPORTED_MODULE_1__/* .RENEWAL_DAYS */ .lp ? (0,_html_js__WEBPACK_IMPORTED_MODULE_6__/* .html */ .qy) `${text}` : (0,_html_js__WEBPACK_IMPORTED_MODULE_6__/* .html */ .qy) `<strong>${text}: register a new one</strong>`;
}
async function chartsOf({ reports, policy, tally }) {
    const zones = (0,_report_tally_js__WEBPACK_IMPORTED_MODULE_3__/* .firstDistribution */ .p)(reports, 'TimeZone');
    const languages = (0,_report_tally_js__WEBPACK_IMPORTED_MODULE_3__/* .firstDistribution */ .p)(reports, 'Language');
    const [replies] = reports.flatMap((report) => report.replies ?? []);
    // In this order they fill two and three columns to about the same height.
    const charts = await Promise.all([
        (0,_charts_js__WEBPACK_IMPORTED_MODULE_5__/* .figure */ .vP)('Rules by verdict', policy === undefined ? undefined : (0,_charts_js__WEBPACK_IMPORTED_MODULE_5__/* .rulesChart */ .Wm)(policy.tally)),
        (0,_charts_js__WEBPACK_IMPORTED_MODULE_5__/* .figure */ .vP)('Automatic replies by audience outside', replies === undefined ? undefined : (0,_charts_js__WEBPACK_IMPORTED_MODULE_5__/* .crossTabChart */ .UE)(replies)),
        (0,_charts_js__WEBPACK_IMPORTED_MODULE_5__/* .figure */ .vP)('Time zones', zones === undefined ? undefined : (0,_charts_js__WEBPACK_IMPORTED_MODULE_5__/* .valuesChart */ .DB)(zones)),
        (0,_charts_js__WEBPACK_IMPORTED_MODULE_5__/* .figure */ .vP)('Unreadable, by cause', (0,_charts_js__WEBPACK_IMPORTED_MODULE_5__/* .unreadableChart */ .s6)(tally)),
        (0,_charts_js__WEBPACK_IMPORTED_MODULE_5__/* .figure */ .vP)('Languages', languages === undefined ? undefined : (0,_charts_js__WEBPACK_IMPORTED_MODULE_5__/* .valuesChart */ .DB)(languages)),
    ]);
    return charts.filter((chart) => chart !== undefined);
}

__webpack_async_result__();
} catch(e) { __webpack_async_result__(e); } });

/***/ }),

/***/ 19116:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   IZ: () => (/* binding */ trusted),
/* harmony export */   nf: () => (/* binding */ link),
/* harmony export */   qy: () => (/* binding */ html),
/* harmony export */   s$: () => (/* binding */ jsonText)
/* harmony export */ });
/* unused harmony export Html */
/* harmony import */ var _text_display_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(24745);

/** HTML in which all untrusted text is escaped. Created by `html` and `trusted` only. */
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
/** Text that is HTML already, such as an SVG of the chart library. */
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
    return (0,_text_display_js__WEBPACK_IMPORTED_MODULE_0__/* .visibleLine */ .P8)(part).replace(/[&<>"']/g, (mark) => REFERENCES[mark] ?? mark);
}
/** A link if the address is http or https, else the text alone. */
function link(text, url) {
    const parsed = URL.parse(url);
    return parsed?.protocol === 'https:' || parsed?.protocol === 'http:'
        ? html `<a href="${parsed.href}" rel="noreferrer">${text}</a>`
        : html `${text}`;
}
/** JSON for a script element, which nothing in it can end. */
function jsonText(value) {
    return JSON.stringify(value).replaceAll('<', '\\u003c');
}


/***/ }),

/***/ 50638:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   Ub: () => (/* binding */ policyPanels),
/* harmony export */   YV: () => (/* binding */ unreadablePanel),
/* harmony export */   w: () => (/* binding */ warningsPanel)
/* harmony export */ });
/* harmony import */ var _policy_verdict_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(75187);
/* harmony import */ var _text_numbers_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(92613);
/* harmony import */ var _unreadable_hints_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(86089);
/* harmony import */ var _tally_js__WEBPACK_IMPORTED_MODULE_5__ = __webpack_require__(91319);
/* harmony import */ var _run_summary_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(56765);
/* harmony import */ var _html_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(19116);






const MAX_RULES = 100;
const MAX_EXEMPTIONS = 200;
/** Offenders that are shown without unfolding. */
const OPEN_OFFENDERS = 5;
/** The rules of a policy with their counts, the mailboxes with most violations, and the exemptions. */
function policyPanels({ file, tally, exemptions, baseline }) {
    const rules = tally.rules.toSorted(_run_summary_js__WEBPACK_IMPORTED_MODULE_3__/* .byFailures */ .lN).slice(0, MAX_RULES);
    const more = tally.rules.length - rules.length;
    return [
        panel(`Policy ${file}`, [
            panelTable(`Policy ${file}`, RULE_COLUMNS, rules.map(ruleRow), more),
            ...(baseline === undefined ? [] : [(0,_html_js__WEBPACK_IMPORTED_MODULE_4__/* .html */ .qy) `<p class="rest">${(0,_run_summary_js__WEBPACK_IMPORTED_MODULE_3__/* .baselineSentence */ .FD)(baseline)}</p> `]),
        ]),
        ...(tally.offenders.length === 0 ? [] : [offendersPanel(tally)]),
        ...(exemptions.length === 0 ? [] : [exemptionsPanel(exemptions)]),
    ];
}
function offendersPanel({ offenders, offenderCount }) {
    const title = 'Most violations';
    const rows = offenders.map(offenderRow);
    const next = rows.slice(OPEN_OFFENDERS);
    const more = offenderCount - rows.length;
    const folded = (0,_html_js__WEBPACK_IMPORTED_MODULE_4__/* .html */ .qy) `<details class="more">
    <summary>The next ${(0,_text_numbers_js__WEBPACK_IMPORTED_MODULE_1__/* .counted */ .hS)(next.length, 'mailbox', 'mailboxes')}</summary>
    ${panelTable(`${title}: the next`, OFFENDER_COLUMNS, next)}
  </details> `;
    const rest = (0,_html_js__WEBPACK_IMPORTED_MODULE_4__/* .html */ .qy) `<p class="rest">and ${(0,_text_numbers_js__WEBPACK_IMPORTED_MODULE_1__/* .counted */ .hS)(more, 'more mailbox', 'more mailboxes')}: see violations.csv</p> `;
    return panel(title, [
        panelTable(title, OFFENDER_COLUMNS, rows.slice(0, OPEN_OFFENDERS)),
        ...(next.length === 0 ? [] : [folded]),
        ...(more > 0 ? [rest] : []),
    ]);
}
function exemptionsPanel(exemptions) {
    const rows = (0,_run_summary_js__WEBPACK_IMPORTED_MODULE_3__/* .byUrgency */ .td)(exemptions).slice(0, MAX_EXEMPTIONS).map(exemptionRow);
    return panel('Exemptions', [panelTable('Exemptions', EXEMPTION_COLUMNS, rows, exemptions.length - rows.length)]);
}
function warningsPanel(warnings) {
    if (warnings.length === 0)
        return undefined;
    return (0,_html_js__WEBPACK_IMPORTED_MODULE_4__/* .html */ .qy) `<section class="panel warnings">
    <h2>Warnings</h2>
    <ul>
      ${warnings.map((warning) => (0,_html_js__WEBPACK_IMPORTED_MODULE_4__/* .html */ .qy) `<li>${warning}</li>`)}
    </ul>
  </section> `;
}
/** How many mailboxes could not be read, by cause, with what to do. Undefined if all were read. */
function unreadablePanel(tally) {
    const causes = (0,_tally_js__WEBPACK_IMPORTED_MODULE_5__/* .mostFrequentFirst */ .qV)(tally);
    if (causes.length === 0)
        return undefined;
    const rows = causes.map((status) => ({
        cells: [(0,_html_js__WEBPACK_IMPORTED_MODULE_4__/* .html */ .qy) `${status}`, (0,_html_js__WEBPACK_IMPORTED_MODULE_4__/* .html */ .qy) `${(0,_text_numbers_js__WEBPACK_IMPORTED_MODULE_1__/* .count */ .U9)(tally.unreadableBy(status))}`, (0,_html_js__WEBPACK_IMPORTED_MODULE_4__/* .html */ .qy) `${_unreadable_hints_js__WEBPACK_IMPORTED_MODULE_2__/* .REMEDIES */ .l[status]}`],
    }));
    return panel('Mailboxes that could not be read', [
        panelTable('Mailboxes that could not be read', CAUSE_COLUMNS, rows),
    ]);
}
const RULE_COLUMNS = [
    { name: 'Rule' },
    { name: 'Passed', kind: 'number' },
    { name: 'Failed', kind: 'number' },
    { name: 'Known', kind: 'number' },
    { name: 'Exempt', kind: 'number' },
    { name: 'Inconclusive', kind: 'number' },
];
const OFFENDER_COLUMNS = [
    { name: 'Mailbox' },
    { name: 'Listed at' },
    { name: 'Found and expected', kind: 'prose' },
];
const EXEMPTION_COLUMNS = [
    { name: 'Rule' },
    { name: 'Mailboxes' },
    { name: 'State' },
    { name: 'Last day', kind: 'short' },
    { name: 'Covers', kind: 'number' },
    { name: 'Reason' },
    { name: 'Owner' },
];
const CAUSE_COLUMNS = [
    { name: 'Cause', kind: 'short' },
    { name: 'How many', kind: 'number' },
    { name: 'What to do', kind: 'prose' },
];
function panel(title, content) {
    return (0,_html_js__WEBPACK_IMPORTED_MODULE_4__/* .html */ .qy) `<section class="panel">
    <h2>${title}</h2>
    ${content}
  </section> `;
}
/**
 * A table, which the style sheet shows as cards on narrow screens. Browsers then drop the implicit roles, so these are
 * explicit; a card shows the `data-label` of each cell. `more`: how many rows are omitted.
 */
function panelTable(label, columns, rows, more = 0) {
    return (0,_html_js__WEBPACK_IMPORTED_MODULE_4__/* .html */ .qy) `<div class="wide" tabindex="0" role="region" aria-label="${label}">
    <table role="table" aria-label="${label}">
      <thead role="rowgroup">
        <tr role="row">
          ${columns.map(({ name, kind }) => (0,_html_js__WEBPACK_IMPORTED_MODULE_4__/* .html */ .qy) `<th scope="col" role="columnheader" ${classOf(kind)}>${name}</th> `)}
        </tr>
      </thead>
      <tbody role="rowgroup">
        ${rows.map(({ cells, verdict }) => (0,_html_js__WEBPACK_IMPORTED_MODULE_4__/* .html */ .qy) `<tr role="row" ${classOf(verdict && `verdict-${verdict}`)}>
              ${columns.map((column, at) => panelCell(column, cells[at], at))}
            </tr> `)}
        ${more > 0
        ? (0,_html_js__WEBPACK_IMPORTED_MODULE_4__/* .html */ .qy) `<tr role="row">
                <td role="cell" colspan="${columns.length}">and ${(0,_text_numbers_js__WEBPACK_IMPORTED_MODULE_1__/* .count */ .U9)(more)} more</td>
              </tr> `
        : undefined}
      </tbody>
    </table>
  </div> `;
}
function panelCell({ name, kind }, content, at) {
    return at === 0
        ? (0,_html_js__WEBPACK_IMPORTED_MODULE_4__/* .html */ .qy) `<th scope="row" role="rowheader" ${classOf(kind)}>${content}</th> `
        : (0,_html_js__WEBPACK_IMPORTED_MODULE_4__/* .html */ .qy) `<td role="cell" ${classOf(kind)} data-label="${name}">${content}</td> `;
}
function classOf(name) {
    return name === undefined ? undefined : (0,_html_js__WEBPACK_IMPORTED_MODULE_4__/* .html */ .qy) ` class="${name}"`;
}
function ruleRow({ rule, passed, failed, warned, known, exempt, inconclusive }) {
    const title = rule.title === rule.id ? undefined : (0,_html_js__WEBPACK_IMPORTED_MODULE_4__/* .html */ .qy) `${rule.title}`;
    const name = rule.help === undefined ? title : (0,_html_js__WEBPACK_IMPORTED_MODULE_4__/* .link */ .nf)(rule.title, rule.help);
    const severity = rule.severity === 'warning' ? (0,_html_js__WEBPACK_IMPORTED_MODULE_4__/* .html */ .qy) ` <span class="note">warning</span>` : undefined;
    return {
        cells: [
            (0,_html_js__WEBPACK_IMPORTED_MODULE_4__/* .html */ .qy) `<code>${rule.id}</code> ${name}${severity}`,
            ...[passed, failed + warned, known, exempt, inconclusive].map((number) => (0,_html_js__WEBPACK_IMPORTED_MODULE_4__/* .html */ .qy) `${(0,_text_numbers_js__WEBPACK_IMPORTED_MODULE_1__/* .count */ .U9)(number)}`),
        ],
        verdict: failed > 0 ? 'fail' : warned > 0 ? 'warn' : inconclusive > 0 ? 'unknown' : 'pass',
    };
}
function offenderRow({ address, file, line, findings, findingCount }) {
    const more = findingCount - findings.length;
    const list = (0,_html_js__WEBPACK_IMPORTED_MODULE_4__/* .html */ .qy) `<ul>
    ${findings.map((finding) => (0,_html_js__WEBPACK_IMPORTED_MODULE_4__/* .html */ .qy) `<li><code>${finding.rule}</code> ${(0,_policy_verdict_js__WEBPACK_IMPORTED_MODULE_0__/* .findingText */ .NK)(finding)}</li> `)}
    ${more > 0 ? (0,_html_js__WEBPACK_IMPORTED_MODULE_4__/* .html */ .qy) `<li>and ${(0,_text_numbers_js__WEBPACK_IMPORTED_MODULE_1__/* .count */ .U9)(more)} more</li>` : undefined}
  </ul>`;
    return { cells: [(0,_html_js__WEBPACK_IMPORTED_MODULE_4__/* .html */ .qy) `${address}`, (0,_html_js__WEBPACK_IMPORTED_MODULE_4__/* .html */ .qy) `${file}, line ${line}`, list] };
}
function exemptionRow(use) {
    const { rule, mailboxes, reason, owner, expires } = use.exemption;
    const { need, urgent } = (0,_run_summary_js__WEBPACK_IMPORTED_MODULE_3__/* .exemptionState */ .zB)(use);
    const state = [need, urgent].filter((part) => part !== '').join(', ');
    const patterns = mailboxes.map(({ pattern }) => pattern).join(', ');
    return {
        cells: [
            (0,_html_js__WEBPACK_IMPORTED_MODULE_4__/* .html */ .qy) `<code>${rule}</code>`,
            ...[patterns, state, expires, (0,_text_numbers_js__WEBPACK_IMPORTED_MODULE_1__/* .count */ .U9)(use.covered), reason, owner].map((text) => (0,_html_js__WEBPACK_IMPORTED_MODULE_4__/* .html */ .qy) `${text}`),
        ],
        verdict: use.expired ? 'fail' : undefined,
    };
}


/***/ })

};
