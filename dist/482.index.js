export const id = 482;
export const ids = [482];
export const modules = {

/***/ 57448:
/***/ ((module, __webpack_exports__, __webpack_require__) => {

__webpack_require__.a(module, async (__webpack_handle_async_dependencies__, __webpack_async_result__) => { try {
/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   qg: () => (/* binding */ rowText),
/* harmony export */   rP: () => (/* binding */ drawBars),
/* harmony export */   tb: () => (/* binding */ chartLabel)
/* harmony export */ });
/* unused harmony export fittedLabels */
/* harmony import */ var vega__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(33972);
/* harmony import */ var _text_numbers_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(92613);
/* harmony import */ var _text_display_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(24745);
var __webpack_async_dependencies__ = __webpack_handle_async_dependencies__([vega__WEBPACK_IMPORTED_MODULE_0__]);
vega__WEBPACK_IMPORTED_MODULE_0__ = (__webpack_async_dependencies__.then ? (await __webpack_async_dependencies__)() : __webpack_async_dependencies__)[0];



/** So that one mailbox among a hundred thousand is seen. */
const SHORTEST_BAR = 3;
const BAR_HEIGHT = 19;
const FONT = 'system-ui, sans-serif';
const LONGEST_LABEL = 100;
/** Between a name or a number and its bar. */
const GAP = 10;
/** Names beside their bars, and above them: how high a row is, and where in it bar and name stand. */
const BESIDE = { row: 26, bar: 3, name: 13 };
const ABOVE = { row: 44, bar: 20, name: 10 };
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
/** What stands at the end of a row. */
function rowText({ texts, bars }, row) {
    return texts?.[row] ?? (0,_text_numbers_js__WEBPACK_IMPORTED_MODULE_1__/* .count */ .U9)(totalOf(bars, row));
}
function totalOf(bars, row) {
    return bars.reduce((sum, bar) => (bar.row === row ? sum + bar.count : sum), 0);
}
function barSpec(chart, { width, names, above = false }) {
    const { rows, kinds, bars, shares = false } = chart;
    const place = above ? ABOVE : BESIDE;
    const labels = fittedLabels(rows.map((row) => chartLabel(row)), names);
    const ends = rows.map((_, row) => {
        const total = totalOf(bars, row);
        return { row, label: labels[row] ?? '', text: rowText(chart, row), length: shares && total > 0 ? 1 : total };
    });
    const left = above ? 0 : Math.ceil(Math.max(...labels.map(textWidth))) + GAP;
    const right = Math.ceil(Math.max(...ends.map(({ text }) => textWidth(text)))) + GAP;
    const middle = place.bar + BAR_HEIGHT / 2;
    return {
        width: width - left - right,
        height: rows.length * place.row,
        // Without a canvas the library takes letters for wider than they are, and cuts names that have room.
        autosize: 'none',
        padding: { left, right, top: 0, bottom: 0 },
        config: { text: { font: FONT } },
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
            { name: 'ends', values: ends },
        ],
        scales: [
            { name: 'counts', type: 'linear', domain: { data: 'ends', field: 'length' }, range: 'width', zero: true },
            {
                name: 'fills',
                type: 'ordinal',
                domain: kinds.map(({ name }) => name),
                range: kinds.map(({ colour, hollow }) => (hollow === true ? 'var(--background)' : colour)),
            },
            {
                name: 'edges',
                type: 'ordinal',
                domain: kinds.map(({ name }) => name),
                range: kinds.map(({ colour, hollow }) => (hollow === true ? colour : 'var(--background)')),
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
                from: { data: 'bars' },
                // What is drawn wider than it is lies above its neighbour.
                sort: { field: 'datum.count', order: 'descending' },
                encode: {
                    enter: {
                        y: { signal: `datum.row * ${place.row} + ${place.bar}` },
                        height: { value: BAR_HEIGHT },
                        x: { scale: 'counts', field: 'y0' },
                        x2: { signal: `max(scale('counts', datum.y1), scale('counts', datum.y0) + ${SHORTEST_BAR})` },
                        fill: { scale: 'fills', field: 'kind' },
                        // Parts the kinds where colours do not.
                        ...(kinds.some(({ hollow }) => hollow === true) || kinds.length > 1
                            ? { stroke: { scale: 'edges', field: 'kind' } }
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
                        x: { signal: `max(scale('counts', datum.length), ${SHORTEST_BAR}) + 6` },
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
/** A value as a chart labels it: on one line, and never nothing. */
function chartLabel(value, length = LONGEST_LABEL) {
    const shown = (0,_text_display_js__WEBPACK_IMPORTED_MODULE_2__/* .shortenedInside */ .DA)((0,_text_display_js__WEBPACK_IMPORTED_MODULE_2__/* .visibleLine */ .P8)(value).trim(), length);
    return shown === '' ? '(not set)' : shown;
}
/** How much of what is kept is the end of a label, which tells names apart whose beginnings are the same. */
const TAIL = 1 / 3;
/** The same where labels would become alike. */
const OTHER_TAILS = [1 / 2, 2 / 3, 5 / 6, 1 / 6, 0];
/** Labels that take no more room, cut so that different ones stay different where a cut can do it. */
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
/** A label that takes no more room: cut in its middle. */
function fitted(label, room, tailShare) {
    const letters = Array.from(label);
    for (let kept = letters.length - 1; textWidth(label) > room && kept > 2; kept -= 1) {
        const tail = Math.floor(kept * tailShare);
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

/***/ 11872:
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
/* harmony import */ var _summary_policy_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(65338);
/* harmony import */ var _tally_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(91319);
/* harmony import */ var _charts_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(57448);
/* harmony import */ var _html_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(19116);
var __webpack_async_dependencies__ = __webpack_handle_async_dependencies__([_charts_js__WEBPACK_IMPORTED_MODULE_2__]);
_charts_js__WEBPACK_IMPORTED_MODULE_2__ = (__webpack_async_dependencies__.then ? (await __webpack_async_dependencies__)() : __webpack_async_dependencies__)[0];





const MOST_VALUES = 10;
const MOST_RULES = 20;
const MOST_KINDS = 7;
const OTHERS = 'all others';
/** A picture for wide screens and paper, and one for phones: made smaller, its letters could not be read. */
const WIDE = { width: 520, names: 240 };
const NARROW = { width: 290, names: 280, above: true };
const LONGEST_KIND = 30;
/** Rows that a picture's name tells; the table beside it has all. */
const MOST_TOLD = 5;
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
    ['none', { colour: 'var(--bar-none)' }],
    ['contactsonly', { colour: 'var(--bar-contacts)' }],
    ['all', { colour: 'var(--bar-all)' }],
    ['(not set)', { colour: 'var(--muted)', hollow: true }],
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
            const label = (0,_charts_js__WEBPACK_IMPORTED_MODULE_2__/* .chartLabel */ .tb)(kind, LONGEST_KIND);
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
        ...(AUDIENCES.get(folded) ?? { colour: others.shift() ?? 'var(--muted)' }),
    }));
    const names = new Set(named.map(({ name }) => name));
    return {
        rows: crossing.rows.map(({ value }) => value),
        texts: crossing.rows.map(({ total }) => (0,_text_numbers_js__WEBPACK_IMPORTED_MODULE_0__/* .counted */ .hS)(total, 'mailbox', 'mailboxes')),
        kinds: kinds.size > MOST_KINDS ? [...named, { name: OTHERS, colour: 'var(--muted)' }] : named,
        bars: bars.map((bar) => (names.has(bar.kind) ? bar : { ...bar, kind: OTHERS })),
        shares: true,
        legend: true,
        notes: ['shares of each state'],
    };
}
/** As light or dark as no other, for those who see no difference between green and red. */
const VERDICTS = [
    { name: 'passed', colour: 'var(--bar-passed)' },
    { name: 'failed', colour: 'var(--bar-failed)' },
    { name: 'warned', colour: 'var(--bar-warned)' },
    { name: 'exempt', colour: 'var(--chart-4)' },
    { name: 'inconclusive', colour: 'var(--muted)', hollow: true },
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
        texts: shown.map((counts) => {
            const all = VERDICTS.reduce((sum, { name }) => sum + counts[name], 0);
            return `${(0,_text_numbers_js__WEBPACK_IMPORTED_MODULE_0__/* .count */ .U9)(counts.failed + counts.warned)} of ${(0,_text_numbers_js__WEBPACK_IMPORTED_MODULE_0__/* .count */ .U9)(all)}`;
        }),
        kinds: there,
        bars: bars.filter((bar) => bar.count > 0),
        legend: true,
        notes: [
            'failed or warned, of all',
            ...(rules.length > shown.length ? [`the worst ${shown.length} of ${(0,_text_numbers_js__WEBPACK_IMPORTED_MODULE_0__/* .count */ .U9)(rules.length)}`] : []),
        ],
    };
}
/** Bars of the causes for which mailboxes were not read. Undefined where all were. */
function unreadChart(tally) {
    const causes = (0,_tally_js__WEBPACK_IMPORTED_MODULE_4__/* .mostFrequentFirst */ .qV)(tally);
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
    const { rows, kinds, bars, notes = [] } = chart;
    const [wide, narrow] = await Promise.all([(0,_charts_js__WEBPACK_IMPORTED_MODULE_2__/* .drawBars */ .rP)(chart, WIDE), (0,_charts_js__WEBPACK_IMPORTED_MODULE_2__/* .drawBars */ .rP)(chart, NARROW)]);
    const numbers = (row) => kinds.map(({ name }) => {
        const sum = bars.reduce((all, bar) => (bar.row === row && bar.kind === name ? all + bar.count : all), 0);
        return (0,_html_js__WEBPACK_IMPORTED_MODULE_3__/* .html */ .qy) `<td class="number">${(0,_text_numbers_js__WEBPACK_IMPORTED_MODULE_0__/* .count */ .U9)(sum)}</td>`;
    });
    return (0,_html_js__WEBPACK_IMPORTED_MODULE_3__/* .html */ .qy) `<figure>
    <figcaption>${title}${notes.map((note) => (0,_html_js__WEBPACK_IMPORTED_MODULE_3__/* .html */ .qy) ` <span class="note">${note}</span>`)}</figcaption>
    <div class="chart" role="img" aria-label="${inWords(title, chart)}">
      <div class="wide-chart" aria-hidden="true">${(0,_html_js__WEBPACK_IMPORTED_MODULE_3__/* .trusted */ .IZ)(wide)}</div>
      <div class="narrow-chart" aria-hidden="true">${(0,_html_js__WEBPACK_IMPORTED_MODULE_3__/* .trusted */ .IZ)(narrow)}</div>
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
                  <th scope="row">${(0,_charts_js__WEBPACK_IMPORTED_MODULE_2__/* .chartLabel */ .tb)(row)}</th>
                  ${numbers(at)}
                </tr> `)}
          </tbody>
        </table>
      </div>
    </details>
  </figure> `;
}
/** A picture's main numbers in a sentence, for those who hear the page. */
function inWords(title, chart) {
    const { rows, notes = [] } = chart;
    const told = rows.slice(0, MOST_TOLD).map((row, at) => `${(0,_charts_js__WEBPACK_IMPORTED_MODULE_2__/* .chartLabel */ .tb)(row, LONGEST_KIND)} ${(0,_charts_js__WEBPACK_IMPORTED_MODULE_2__/* .rowText */ .qg)(chart, at)}`);
    if (rows.length > told.length)
        told.push(`and ${(0,_text_numbers_js__WEBPACK_IMPORTED_MODULE_0__/* .count */ .U9)(rows.length - told.length)} more`);
    return `${[title, ...notes].join(', ')}: ${told.join('; ')}`;
}
/** Beside the picture, where long names find room on a line of their own. */
function legend(kinds) {
    return (0,_html_js__WEBPACK_IMPORTED_MODULE_3__/* .html */ .qy) `<ul class="legend" aria-hidden="true">
    ${kinds.map(({ name, colour, hollow = false }) => {
        const fill = hollow ? 'var(--background)' : colour;
        const box = (0,_html_js__WEBPACK_IMPORTED_MODULE_3__/* .html */ .qy) `<rect x="0.5" y="0.5" width="11" height="11" rx="2" fill="${fill}" stroke="${colour}" />`;
        return (0,_html_js__WEBPACK_IMPORTED_MODULE_3__/* .html */ .qy) `<li><svg width="12" height="12">${box}</svg> ${name}</li> `;
    })}
  </ul>`;
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
    return (0,_text_display_js__WEBPACK_IMPORTED_MODULE_0__/* .visibleLine */ .P8)(part).replace(/[&<>"']/g, (mark) => REFERENCES[mark] ?? mark);
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

/***/ 46482:
/***/ ((module, __webpack_exports__, __webpack_require__) => {

__webpack_require__.a(module, async (__webpack_handle_async_dependencies__, __webpack_async_result__) => { try {
/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   writePage: () => (/* binding */ writePage)
/* harmony export */ });
/* unused harmony export contentPolicy */
/* harmony import */ var node_crypto__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(77598);
/* harmony import */ var node_crypto__WEBPACK_IMPORTED_MODULE_0___default = /*#__PURE__*/__webpack_require__.n(node_crypto__WEBPACK_IMPORTED_MODULE_0__);
/* harmony import */ var _auth_sign_in_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(44849);
/* harmony import */ var _text_numbers_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(92613);
/* harmony import */ var _text_file_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(50221);
/* harmony import */ var _result_sentence_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(94436);
/* harmony import */ var _some_names_js__WEBPACK_IMPORTED_MODULE_5__ = __webpack_require__(92256);
/* harmony import */ var _summary_distributions_js__WEBPACK_IMPORTED_MODULE_6__ = __webpack_require__(14885);
/* harmony import */ var _figures_js__WEBPACK_IMPORTED_MODULE_7__ = __webpack_require__(11872);
/* harmony import */ var _html_js__WEBPACK_IMPORTED_MODULE_8__ = __webpack_require__(19116);
/* harmony import */ var _panels_js__WEBPACK_IMPORTED_MODULE_9__ = __webpack_require__(50638);
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
        tables: tables.map(({ name, file, columns, rows, findings }) => ({ name, file, columns, rows, findings })),
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
        '<a class="skip-link" href="#tables-title">To the rows</a>',
        '<main>',
        head(facts).text,
        ...(drawn.length === 0 ? [] : [picturesSection(drawn).text]),
        ...panels.map((panel) => panel.text),
        tablesSection().text,
        '</main>',
        `<script type="application/json" id="page-data">${(0,_html_js__WEBPACK_IMPORTED_MODULE_8__/* .jsonText */ .s$)(data)}</script>`,
        '',
    ].join('\n');
}
function picturesSection(drawn) {
    return (0,_html_js__WEBPACK_IMPORTED_MODULE_8__/* .html */ .qy) `<section class="pictures" aria-labelledby="pictures-title">
    <h2 id="pictures-title" class="unseen">Pictures</h2>
    <div class="charts">${drawn}</div>
  </section>`;
}
/** What the program fills. */
function tablesSection() {
    return (0,_html_js__WEBPACK_IMPORTED_MODULE_8__/* .html */ .qy) `<section id="tables" aria-labelledby="tables-title">
    <h2 id="tables-title" tabindex="-1">All rows</h2>
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
    // Of mailboxes that were not read nobody knows.
    const [on] = readCount === 0 ? [] : reports.flatMap((report) => report.repliesOn ?? []);
    // The last is the quick view that has the rows behind the number.
    const counts = [
        [mailboxCount, 'mailbox', 'mailboxes'],
        [readCount, 'read', 'read'],
        [unreadCount, 'not read', 'not read', 'Not read'],
        [on, 'with replies on or scheduled', 'with replies on or scheduled', 'Replies on'],
        [policy?.tally.violationCount, 'violation', 'violations', 'Fail'],
        [policy?.tally.warningCount, 'warning', 'warnings', 'Warn'],
        [policy?.tally.exemptCount, 'exempt', 'exempt', 'Exempt'],
        [duplicateCount === 0 ? undefined : duplicateCount, 'repeated in the list', 'repeated in the list'],
    ];
    return counts.flatMap(([number, one, many, view]) => {
        if (number === undefined)
            return [];
        const opens = view === undefined ? undefined : (0,_html_js__WEBPACK_IMPORTED_MODULE_8__/* .html */ .qy) ` data-view="${view}"`;
        return [(0,_html_js__WEBPACK_IMPORTED_MODULE_8__/* .html */ .qy) `<li${opens}><strong>${(0,_text_numbers_js__WEBPACK_IMPORTED_MODULE_2__/* .count */ .U9)(number)}</strong> ${number === 1 ? one : many}</li> `];
    });
}
function certificateText({ daysLeft, expiresOn }) {
    const text = `${(0,_text_numbers_js__WEBPACK_IMPORTED_MODULE_2__/* .counted */ .hS)(daysLeft, 'day', 'days')} left, until ${expiresOn.toISOString().slice(0, 10)}`;
    return daysLeft > _auth_sign_in_js__WEBPACK_IMPORTED_MODULE_1__/* .RENEWAL_DAYS */ .lp ? (0,_html_js__WEBPACK_IMPORTED_MODULE_8__/* .html */ .qy) `${text}` : (0,_html_js__WEBPACK_IMPORTED_MODULE_8__/* .html */ .qy) `<strong>${text}: register a new one</strong>`;
}
async function pictures({ summary, tally }) {
    const { reports, policy } = summary;
    const [zones, languages] = ['TimeZone', 'Language'].map((column) => (0,_summary_distributions_js__WEBPACK_IMPORTED_MODULE_6__/* .firstDistribution */ .pb)(reports, column));
    const [replies] = reports.flatMap((report) => report.replies ?? []);
    // In this order they fill two columns, and three, to about the same height.
    const drawn = await Promise.all([
        (0,_figures_js__WEBPACK_IMPORTED_MODULE_7__/* .figure */ .vP)('Rules by verdict', policy === undefined ? undefined : (0,_figures_js__WEBPACK_IMPORTED_MODULE_7__/* .rulesChart */ .Wm)(policy.tally)),
        (0,_figures_js__WEBPACK_IMPORTED_MODULE_7__/* .figure */ .vP)('Automatic replies by audience outside', replies === undefined ? undefined : (0,_figures_js__WEBPACK_IMPORTED_MODULE_7__/* .crossingChart */ .px)(replies)),
        (0,_figures_js__WEBPACK_IMPORTED_MODULE_7__/* .figure */ .vP)('Time zones', zones === undefined ? undefined : (0,_figures_js__WEBPACK_IMPORTED_MODULE_7__/* .valuesChart */ .DB)(zones)),
        (0,_figures_js__WEBPACK_IMPORTED_MODULE_7__/* .figure */ .vP)('Not read, by cause', (0,_figures_js__WEBPACK_IMPORTED_MODULE_7__/* .unreadChart */ .u1)(tally)),
        (0,_figures_js__WEBPACK_IMPORTED_MODULE_7__/* .figure */ .vP)('Languages', languages === undefined ? undefined : (0,_figures_js__WEBPACK_IMPORTED_MODULE_7__/* .valuesChart */ .DB)(languages)),
    ]);
    return drawn.filter((picture) => picture !== undefined);
}

__webpack_async_result__();
} catch(e) { __webpack_async_result__(e); } });

/***/ }),

/***/ 50638:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   Ub: () => (/* binding */ policyPanels),
/* harmony export */   w: () => (/* binding */ warningsPanel),
/* harmony export */   wh: () => (/* binding */ unreadPanel)
/* harmony export */ });
/* harmony import */ var _sink_js__WEBPACK_IMPORTED_MODULE_5__ = __webpack_require__(73126);
/* harmony import */ var _text_numbers_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(92613);
/* harmony import */ var _unread_hints_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(67189);
/* harmony import */ var _tally_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(91319);
/* harmony import */ var _summary_policy_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(65338);
/* harmony import */ var _html_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(19116);






const MOST_RULES = 100;
const MOST_EXEMPTIONS = 200;
/** How many offenders stand open; the others fold. */
const OPEN_OFFENDERS = 5;
/** What came of a policy: its rules, the mailboxes with most violations, and its exemptions. */
function policyPanels({ file, tally, exemptions }) {
    const rules = tally.rules.toSorted(_summary_policy_js__WEBPACK_IMPORTED_MODULE_2__/* .worstFirst */ .md).slice(0, MOST_RULES);
    const more = tally.rules.length - rules.length;
    return [
        panel(`Policy ${file}`, [panelTable(`Policy ${file}`, RULE_COLUMNS, rules.map(ruleRow), more)]),
        ...(tally.offenders.length === 0 ? [] : [offendersPanel(tally)]),
        ...(exemptions.length === 0 ? [] : [exemptionsPanel(exemptions)]),
    ];
}
/** The first few stand open; who wants to see the rows has not to pass all of them. */
function offendersPanel({ offenders, offenderCount }) {
    const title = 'Most violations';
    const rows = offenders.map(offenderRow);
    const next = rows.slice(OPEN_OFFENDERS);
    const more = offenderCount - rows.length;
    const folded = (0,_html_js__WEBPACK_IMPORTED_MODULE_3__/* .html */ .qy) `<details class="more">
    <summary>The next ${(0,_text_numbers_js__WEBPACK_IMPORTED_MODULE_0__/* .counted */ .hS)(next.length, 'mailbox', 'mailboxes')}</summary>
    ${panelTable(`${title}: the next`, OFFENDER_COLUMNS, next)}
  </details> `;
    const rest = (0,_html_js__WEBPACK_IMPORTED_MODULE_3__/* .html */ .qy) `<p class="rest">and ${(0,_text_numbers_js__WEBPACK_IMPORTED_MODULE_0__/* .counted */ .hS)(more, 'more mailbox', 'more mailboxes')}: see violations.csv</p> `;
    return panel(title, [
        panelTable(title, OFFENDER_COLUMNS, rows.slice(0, OPEN_OFFENDERS)),
        ...(next.length === 0 ? [] : [folded]),
        ...(more > 0 ? [rest] : []),
    ]);
}
function exemptionsPanel(exemptions) {
    const rows = (0,_summary_policy_js__WEBPACK_IMPORTED_MODULE_2__/* .mostUrgentFirst */ .Nn)(exemptions).slice(0, MOST_EXEMPTIONS).map(exemptionRow);
    return panel('Exemptions', [panelTable('Exemptions', EXEMPTION_COLUMNS, rows, exemptions.length - rows.length)]);
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
    const causes = (0,_tally_js__WEBPACK_IMPORTED_MODULE_4__/* .mostFrequentFirst */ .qV)(tally);
    if (causes.length === 0)
        return undefined;
    const rows = causes.map((status) => ({
        cells: [(0,_html_js__WEBPACK_IMPORTED_MODULE_3__/* .html */ .qy) `${status}`, (0,_html_js__WEBPACK_IMPORTED_MODULE_3__/* .html */ .qy) `${(0,_text_numbers_js__WEBPACK_IMPORTED_MODULE_0__/* .count */ .U9)(tally.unreadBy(status))}`, (0,_html_js__WEBPACK_IMPORTED_MODULE_3__/* .html */ .qy) `${_unread_hints_js__WEBPACK_IMPORTED_MODULE_1__/* .REMEDIES */ .l[status]}`],
    }));
    return panel('Not read', [panelTable('Not read', CAUSE_COLUMNS, rows)]);
}
const RULE_COLUMNS = [
    { name: 'Rule' },
    { name: 'Passed', kind: 'number' },
    { name: 'Failed', kind: 'number' },
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
    return (0,_html_js__WEBPACK_IMPORTED_MODULE_3__/* .html */ .qy) `<section class="panel">
    <h2>${title}</h2>
    ${content}
  </section> `;
}
/**
 * A table, which the style sheet makes cards of where it finds no room. Its roles are told, since browsers forget them then;
 * and each cell knows what its column is called, which stands beside it on a card. `more`: how many rows are left out.
 */
function panelTable(label, columns, rows, more = 0) {
    return (0,_html_js__WEBPACK_IMPORTED_MODULE_3__/* .html */ .qy) `<div class="wide" tabindex="0" role="region" aria-label="${label}">
    <table role="table" aria-label="${label}">
      <thead role="rowgroup">
        <tr role="row">
          ${columns.map(({ name, kind }) => (0,_html_js__WEBPACK_IMPORTED_MODULE_3__/* .html */ .qy) `<th scope="col" role="columnheader" ${classOf(kind)}>${name}</th> `)}
        </tr>
      </thead>
      <tbody role="rowgroup">
        ${rows.map(({ cells, verdict }) => (0,_html_js__WEBPACK_IMPORTED_MODULE_3__/* .html */ .qy) `<tr role="row" ${classOf(verdict && `verdict-${verdict}`)}>
              ${columns.map((column, at) => panelCell(column, cells[at], at))}
            </tr> `)}
        ${more > 0
        ? (0,_html_js__WEBPACK_IMPORTED_MODULE_3__/* .html */ .qy) `<tr role="row">
                <td role="cell" colspan="${columns.length}">and ${(0,_text_numbers_js__WEBPACK_IMPORTED_MODULE_0__/* .count */ .U9)(more)} more</td>
              </tr> `
        : undefined}
      </tbody>
    </table>
  </div> `;
}
function panelCell({ name, kind }, content, at) {
    return at === 0
        ? (0,_html_js__WEBPACK_IMPORTED_MODULE_3__/* .html */ .qy) `<th scope="row" role="rowheader" ${classOf(kind)}>${content}</th> `
        : (0,_html_js__WEBPACK_IMPORTED_MODULE_3__/* .html */ .qy) `<td role="cell" ${classOf(kind)} data-label="${name}">${content}</td> `;
}
function classOf(name) {
    return name === undefined ? undefined : (0,_html_js__WEBPACK_IMPORTED_MODULE_3__/* .html */ .qy) ` class="${name}"`;
}
function ruleRow({ rule, passed, failed, warned, exempt, inconclusive }) {
    const title = rule.title === rule.id ? undefined : (0,_html_js__WEBPACK_IMPORTED_MODULE_3__/* .html */ .qy) `${rule.title}`;
    const name = rule.help === undefined ? title : (0,_html_js__WEBPACK_IMPORTED_MODULE_3__/* .link */ .nf)(rule.title, rule.help);
    const severity = rule.severity === 'warning' ? (0,_html_js__WEBPACK_IMPORTED_MODULE_3__/* .html */ .qy) ` <span class="note">warning</span>` : undefined;
    return {
        cells: [
            (0,_html_js__WEBPACK_IMPORTED_MODULE_3__/* .html */ .qy) `<code>${rule.id}</code> ${name}${severity}`,
            ...[passed, failed + warned, exempt, inconclusive].map((number) => (0,_html_js__WEBPACK_IMPORTED_MODULE_3__/* .html */ .qy) `${(0,_text_numbers_js__WEBPACK_IMPORTED_MODULE_0__/* .count */ .U9)(number)}`),
        ],
        verdict: failed > 0 ? 'fail' : warned > 0 ? 'warn' : inconclusive > 0 ? 'unknown' : 'pass',
    };
}
function offenderRow({ address, file, line, findings, findingCount }) {
    const more = findingCount - findings.length;
    const told = (0,_html_js__WEBPACK_IMPORTED_MODULE_3__/* .html */ .qy) `<ul>
    ${findings.map((finding) => (0,_html_js__WEBPACK_IMPORTED_MODULE_3__/* .html */ .qy) `<li><code>${finding.rule}</code> ${(0,_sink_js__WEBPACK_IMPORTED_MODULE_5__/* .findingText */ .N)(finding)}</li> `)}
    ${more > 0 ? (0,_html_js__WEBPACK_IMPORTED_MODULE_3__/* .html */ .qy) `<li>and ${(0,_text_numbers_js__WEBPACK_IMPORTED_MODULE_0__/* .count */ .U9)(more)} more</li>` : undefined}
  </ul>`;
    return { cells: [(0,_html_js__WEBPACK_IMPORTED_MODULE_3__/* .html */ .qy) `${address}`, (0,_html_js__WEBPACK_IMPORTED_MODULE_3__/* .html */ .qy) `${file}, line ${line}`, told] };
}
function exemptionRow({ exemption, expired, endsSoon, daysLeft, covered, need }) {
    const { rule, mailboxes, reason, owner, expires } = exemption;
    const state = expired
        ? 'expired'
        : endsSoon
            ? `${_summary_policy_js__WEBPACK_IMPORTED_MODULE_2__/* .NEEDS */ .Qo[need]}, ${(0,_text_numbers_js__WEBPACK_IMPORTED_MODULE_0__/* .counted */ .hS)(daysLeft, 'day', 'days')} left`
            : _summary_policy_js__WEBPACK_IMPORTED_MODULE_2__/* .NEEDS */ .Qo[need];
    const patterns = mailboxes.map(({ pattern }) => pattern).join(', ');
    return {
        cells: [
            (0,_html_js__WEBPACK_IMPORTED_MODULE_3__/* .html */ .qy) `<code>${rule}</code>`,
            ...[patterns, state, expires, (0,_text_numbers_js__WEBPACK_IMPORTED_MODULE_0__/* .count */ .U9)(covered), reason, owner].map((text) => (0,_html_js__WEBPACK_IMPORTED_MODULE_3__/* .html */ .qy) `${text}`),
        ],
        verdict: expired ? 'fail' : undefined,
    };
}


/***/ })

};
