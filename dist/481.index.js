export const id = 481;
export const ids = [481];
export const modules = {

/***/ 87128:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   e6: () => (/* binding */ totalOf),
/* harmony export */   jB: () => (/* binding */ severitiesText),
/* harmony export */   zn: () => (/* binding */ ChangeCounts)
/* harmony export */ });
/* harmony import */ var _text_display_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(24745);
/* harmony import */ var _text_numbers_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(92613);


const MAX_SHOWN = 100;
const LONGEST_TEXT = 100;
const LONGEST_MESSAGE = 300;
/** Reports and columns with changes that are counted separately; the columns of user-defined reports are bounded too. */
const MAX_GROUPS = 1_000;
/** Counts the differences from the earlier report, as mailboxes pass. Memory is bounded. */
class ChangeCounts {
    new = { violations: 0, warnings: 0, known: 0 };
    /** Pairs of a rule and a mailbox with a violation less. */
    resolved = { violations: 0, warnings: 0, known: 0 };
    /** Changed cells, added and removed rows, and added and removed mailboxes. */
    changeCount = 0;
    /** Mailboxes with a changed cell or an added or removed row. */
    changedMailboxes = 0;
    addedMailboxes = 0;
    removedMailboxes = 0;
    /** Mailboxes of which the earlier run did not read everything that this one has read. */
    notComparedMailboxes = 0;
    #examples = {
        'new-violation': { violations: [], warnings: [], known: [] },
        resolved: { violations: [], warnings: [], known: [] },
    };
    #groups = new Map();
    #shared = new Map();
    /** @param ruleChanges the rules that only one of both policies has, which may be violated by no mailbox */
    constructor(ruleChanges = []) {
        for (const change of ruleChanges)
            this.#shared.set(sharedKey(change), { change, mailboxes: 0 });
    }
    add({ changes = [], isNotCompared = false, reports = [], }) {
        if (isNotCompared)
            this.notComparedMailboxes += 1;
        const rules = { 'new-violation': new Map(), resolved: new Map() };
        const groups = new Set();
        for (const change of changes) {
            const { kind, rule = '' } = change;
            if (kind === 'rule-added')
                rules['new-violation'].set(rule, severityOf(change));
            if (change.isShared === true || kind === 'rule-added' || kind === 'rule-removed') {
                this.#addShared(change);
                continue;
            }
            if (kind === 'new-violation' || kind === 'resolved') {
                const severity = severityOf(change);
                rules[kind].set(rule, severity);
                const examples = this.#examples[kind][severity];
                if (examples.length < MAX_SHOWN)
                    examples.push(shownChange(change, kind === 'resolved' ? '' : messageOf(change, reports)));
                continue;
            }
            this.changeCount += 1;
            if (kind === 'mailbox-added')
                this.addedMailboxes += 1;
            else if (kind === 'mailbox-removed')
                this.removedMailboxes += 1;
            else
                this.#addToGroup(kind, change, groups);
        }
        for (const severity of rules['new-violation'].values())
            this.new[severity] += 1;
        for (const severity of rules.resolved.values())
            this.resolved[severity] += 1;
        if (groups.size > 0)
            this.changedMailboxes += 1;
    }
    /** Changes with one row for all mailboxes: the rules first. */
    get shared() {
        return [...this.#shared.values()];
    }
    /** The first new or resolved violations of rules that both policies have: those of rules of severity error first, then in the order of the list. */
    examples(kind) {
        const { violations, warnings, known } = this.#examples[kind];
        return [...violations, ...warnings, ...known].slice(0, MAX_SHOWN);
    }
    /** Changes by report and column; those of most mailboxes first. */
    get groups() {
        return [...this.#groups.values()].sort((one, other) => other.mailboxes - one.mailboxes);
    }
    #addShared(change) {
        const key = sharedKey(change);
        const counted = this.#shared.get(key);
        if (counted !== undefined)
            counted.mailboxes += 1;
        else {
            this.#shared.set(key, { change, mailboxes: 1 });
            this.changeCount += 1;
        }
    }
    /** `seen`: the groups of the same mailbox, which counts once in each. */
    #addToGroup(kind, change, seen) {
        const { report, column } = change;
        const key = JSON.stringify([kind, report, column]);
        if (seen.has(key))
            return;
        seen.add(key);
        const group = this.#groups.get(key);
        if (group !== undefined)
            group.mailboxes += 1;
        else if (this.#groups.size < MAX_GROUPS) {
            this.#groups.set(key, { kind, report, column, mailboxes: 1, first: shownChange(change) });
        }
    }
}
function sharedKey({ kind, report, column, item }) {
    return JSON.stringify([kind, report, column, item]);
}
function severityOf({ verdict }) {
    if (verdict === 'known')
        return 'known';
    return verdict === 'warn' ? 'warnings' : 'violations';
}
/** All of them. */
function totalOf({ violations, warnings, known }) {
    return violations + warnings + known;
}
/** `1 violation, 2 warnings`. */
function severitiesText({ violations, warnings, known }) {
    return [
        (0,_text_numbers_js__WEBPACK_IMPORTED_MODULE_0__/* .counted */ .hS)(violations, 'violation', 'violations'),
        ...(warnings === 0 ? [] : [(0,_text_numbers_js__WEBPACK_IMPORTED_MODULE_0__/* .counted */ .hS)(warnings, 'warning', 'warnings')]),
        ...(known === 0 ? [] : [(0,_text_numbers_js__WEBPACK_IMPORTED_MODULE_0__/* .counted */ .hS)(known, 'known violation', 'known violations')]),
    ].join(', ');
}
/** The message of the finding that is a new violation. */
function messageOf({ rule, item, column, after }, reports) {
    const rules = reports.flatMap(({ verdict }) => verdict?.rules ?? []);
    const findings = rules.find((one) => one.rule.id === rule)?.findings ?? [];
    const finding = findings.find((one) => one.novelty === 'new' && one.item === item && one.column === column && (0,_text_display_js__WEBPACK_IMPORTED_MODULE_1__/* .cellText */ .Ie)(one.found) === (0,_text_display_js__WEBPACK_IMPORTED_MODULE_1__/* .cellText */ .Ie)(after));
    return (0,_text_display_js__WEBPACK_IMPORTED_MODULE_1__/* .shortened */ .vI)(finding?.message ?? `${column}: ${(0,_text_display_js__WEBPACK_IMPORTED_MODULE_1__/* .cellText */ .Ie)(after)}`, LONGEST_MESSAGE);
}
function shownChange(change, message = '') {
    const { rule, verdict, mailbox, item, column, before, after, since = '' } = change;
    const text = (whole) => (0,_text_display_js__WEBPACK_IMPORTED_MODULE_1__/* .shortened */ .vI)((0,_text_display_js__WEBPACK_IMPORTED_MODULE_1__/* .withoutId */ .Gh)(whole), LONGEST_TEXT);
    return {
        rule: rule ?? '',
        isWarning: verdict === 'warn',
        mailbox,
        item: text(item),
        column,
        before: text((0,_text_display_js__WEBPACK_IMPORTED_MODULE_1__/* .cellText */ .Ie)(before)),
        after: text((0,_text_display_js__WEBPACK_IMPORTED_MODULE_1__/* .cellText */ .Ie)(after)),
        message,
        since: text(since),
    };
}


/***/ }),

/***/ 89408:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   Lr: () => (/* binding */ differenceText),
/* harmony export */   XG: () => (/* binding */ ageText),
/* harmony export */   aR: () => (/* binding */ changeTiles),
/* harmony export */   dk: () => (/* binding */ changeSections),
/* harmony export */   rI: () => (/* binding */ sourceText),
/* harmony export */   x3: () => (/* binding */ notComparedSections)
/* harmony export */ });
/* harmony import */ var _text_numbers_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(92613);
/* harmony import */ var _change_counts_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(87128);


const MINUTE = 60_000;
const HOUR = 60 * MINUTE;
const OPEN_ROWS = 5;
const MAX_GROUPS = 20;
const NAMES = { title: 'What changed', short: 'Changes' };
/** The earlier report: `run #41`, or its path. Hostile text until escaped. */
function sourceText(source) {
    return source.kind === 'run' ? `run #${source.number}` : source.path;
}
/** The age of the earlier run in a parenthesis: ` (2 days ago)`; '' if unknown. */
function ageText(ageMs) {
    if (ageMs === undefined)
        return '';
    if (ageMs >= _text_numbers_js__WEBPACK_IMPORTED_MODULE_0__/* .DAY_MS */ .sO)
        return ` (${(0,_text_numbers_js__WEBPACK_IMPORTED_MODULE_0__/* .counted */ .hS)(Math.floor(ageMs / _text_numbers_js__WEBPACK_IMPORTED_MODULE_0__/* .DAY_MS */ .sO), 'day', 'days')} ago)`;
    if (ageMs >= HOUR)
        return ` (${(0,_text_numbers_js__WEBPACK_IMPORTED_MODULE_0__/* .counted */ .hS)(Math.floor(ageMs / HOUR), 'hour', 'hours')} ago)`;
    return ` (${(0,_text_numbers_js__WEBPACK_IMPORTED_MODULE_0__/* .counted */ .hS)(Math.max(0, Math.floor(ageMs / MINUTE)), 'minute', 'minutes')} ago)`;
}
/** What differs, in numbers: `new: 1 violation, 2 warnings; resolved: 2 violations; 14 mailboxes changed`. */
function differenceText(counts, comparesViolations) {
    const { changedMailboxes, addedMailboxes, removedMailboxes, notComparedMailboxes } = counts;
    const violationsText = `new: ${(0,_change_counts_js__WEBPACK_IMPORTED_MODULE_1__/* .severitiesText */ .jB)(counts.new)}; resolved: ${(0,_change_counts_js__WEBPACK_IMPORTED_MODULE_1__/* .severitiesText */ .jB)(counts.resolved)}; `;
    const mailboxesText = [
        `${(0,_text_numbers_js__WEBPACK_IMPORTED_MODULE_0__/* .counted */ .hS)(changedMailboxes, 'mailbox', 'mailboxes')} changed`,
        ...(addedMailboxes === 0 ? [] : [`${(0,_text_numbers_js__WEBPACK_IMPORTED_MODULE_0__/* .count */ .U9)(addedMailboxes)} added`]),
        ...(removedMailboxes === 0 ? [] : [`${(0,_text_numbers_js__WEBPACK_IMPORTED_MODULE_0__/* .count */ .U9)(removedMailboxes)} removed`]),
        ...(notComparedMailboxes === 0 ? [] : [`${(0,_text_numbers_js__WEBPACK_IMPORTED_MODULE_0__/* .count */ .U9)(notComparedMailboxes)} not compared`]),
    ].join(', ');
    return `${comparesViolations ? violationsText : ''}${mailboxesText}`;
}
/** What differs, for the summary and the page. */
function changeSections(differences, detail) {
    const { source, ageMs, counts, comparesViolations } = differences;
    const earlier = source.kind === 'run' ? { link: sourceText(source), url: source.url } : { code: source.path };
    const text = `${ageText(ageMs)}: ${differenceText(counts, comparesViolations)}`;
    const sentence = { paragraph: ['Compared with ', earlier, text] };
    const changes = changesSection(differences, detail);
    return [
        { section: { ...changes, blocks: [sentence] }, summary: 'compared', as: 'untitled' },
        { section: newViolationsSection(counts, detail), summary: 'new', as: 'untitled', page: 'new' },
        { section: { ...changes, blocks: [sentence, ...changes.blocks] }, page: 'changes' },
        { section: changes, summary: 'changes', as: 'folded' },
    ];
}
/** Why nothing was compared. */
function notComparedSections(reason) {
    const blocks = [{ paragraph: `Not compared: ${reason}` }];
    return [{ section: { ...NAMES, folded: NAMES.title, blocks }, summary: 'compared', as: 'untitled', page: 'changes' }];
}
/** The violations that the earlier report does not have, unless they would name mailboxes, and the new rules. Undefined without any. */
function newViolationsSection(counts, detail) {
    const listed = detail === 'full' ? violations('new-violation', counts) : [];
    const blocks = [...listed, ...shared(['rule-added', 'added'], counts)];
    if (blocks.length === 0)
        return undefined;
    const title = 'What is new';
    return { title, short: 'New', folded: title, blocks };
}
/** The changes with one row for all mailboxes, each in a line: rules of only one policy, and applications that reach every mailbox. */
function shared(kinds, { shared: all }) {
    const items = all
        .filter(({ change: { kind } }) => kinds.includes(kind))
        .map(({ change: { kind, report, column, item }, mailboxes }) => {
        const number = (0,_text_numbers_js__WEBPACK_IMPORTED_MODULE_0__/* .counted */ .hS)(mailboxes, 'mailbox', 'mailboxes');
        if (kind === 'rule-removed')
            return ['Rule removed: ', { code: item }, `, which ${number} violated.`];
        if (kind === 'rule-added') {
            const about = (0,_text_numbers_js__WEBPACK_IMPORTED_MODULE_0__/* .counted */ .hS)(mailboxes, 'mailbox violates', 'mailboxes violate');
            const rows = { report: 'violations', conditions: [{ column: 'Rule', is: item }] };
            return ['Rule added: ', { code: item }, ', which ', { about, rows }, '.'];
        }
        const conditions = [
            { column: 'Report', is: report },
            { column: 'Column', is: column },
        ];
        const verb = kind === 'added' ? 'New application for ' : 'Application gone for ';
        return [verb, { about: number, rows: { report: 'changes', conditions } }, ': ', item];
    });
    return items.length === 0 ? [] : [{ items }];
}
/**
 * The resolved violations, and the most frequent changes. With `counts` only how often what changed, without
 * values: they may name mailboxes.
 */
function changesSection(differences, detail) {
    const { counts, notes } = differences;
    const { groups } = counts;
    return {
        ...NAMES,
        folded: NAMES.title,
        blocks: [
            ...(detail === 'full' ? violations('resolved', counts) : []),
            ...shared(['rule-removed', 'removed'], counts),
            ...(groups.length === 0 ? [] : [...changes(groups, detail), HISTORY]),
            ...notes.map((note) => ({ paragraph: note })),
        ],
    };
}
/** How to look further back. */
const HISTORY = { paragraph: ['Older changes, at a terminal: ', { code: 'mailbox-report history ADDRESS' }] };
const NEW = { report: 'violations', view: 'new' };
function violations(kind, counts) {
    const all = counts.examples(kind);
    if (all.length === 0)
        return [];
    const isNew = kind === 'new-violation';
    const label = `${isNew ? 'New' : 'Resolved'}: ${(0,_change_counts_js__WEBPACK_IMPORTED_MODULE_1__/* .severitiesText */ .jB)(isNew ? counts.new : counts.resolved)}`;
    const rows = all.map(({ mailbox, rule, isWarning, item, column, before, message, since }) => ({
        cells: [
            { mailbox },
            isWarning ? [{ code: rule }, { note: 'warning' }] : { code: rule },
            ...(isNew ? [message] : [item === '' ? column : `${column} of ${item}`, wasText(before, since)]),
        ],
        tone: !isNew ? 'pass' : isWarning ? 'warn' : 'fail',
    }));
    const columns = [
        { name: 'Mailbox' },
        { name: 'Rule' },
        ...(isNew ? [] : [{ name: 'Column' }]),
        { name: isNew ? 'Finding' : 'Was', kind: 'prose' },
    ];
    return [
        { heading: { about: label, rows: isNew ? NEW : { report: 'changes', view: 'resolved' } } },
        { table: { label, columns, rows, unit: ['row', 'rows'], open: OPEN_ROWS } },
    ];
}
function wasText(before, since) {
    return since === '' ? orBlank(before) : [orBlank(before), { note: `since ${since}` }];
}
function changes(groups, detail) {
    const longest = Math.max(...groups.map(({ mailboxes }) => mailboxes));
    const rows = groups.slice(0, MAX_GROUPS).map(({ kind, report, column, mailboxes, first }) => {
        const isCell = kind === 'changed';
        const conditions = [{ column: 'Report', is: report }, ...(isCell ? [{ column: 'Column', is: column }] : [])];
        return {
            cells: [
                {
                    about: isCell ? column : `rows ${kind}`,
                    rows: { report: 'changes', view: isCell ? 'mailbox-changed' : kind, conditions },
                },
                report,
                (0,_text_numbers_js__WEBPACK_IMPORTED_MODULE_0__/* .count */ .U9)(mailboxes),
                { segments: [{ kind: 'changed', count: mailboxes }], longest },
                ...(detail === 'full' ? [example(first)] : []),
            ],
        };
    });
    const label = 'Changes by column';
    return [
        { heading: label },
        {
            table: {
                label,
                rows,
                unit: ['row', 'rows'],
                open: OPEN_ROWS,
                more: groups.length - rows.length,
                moreIn: 'changes.csv',
                columns: [
                    { name: 'Changed' },
                    { name: 'Report', kind: 'short' },
                    { name: 'Mailboxes', kind: 'number' },
                    { name: 'Share of the largest', kind: 'bars' },
                    ...(detail === 'full' ? [{ name: 'For example', kind: 'prose' }] : []),
                ],
            },
        },
    ];
}
function example({ mailbox, item, before, after, column }) {
    const values = column === '' ? '' : `: ${orBlank(before)} → ${orBlank(after)}`;
    return [{ mailbox }, `${item === '' ? '' : `, ${item}`}${values}`];
}
function orBlank(value) {
    return value === '' ? '(blank)' : value;
}
/** What differs, in numbers of the first screen. */
function changeTiles({ counts, comparesViolations }) {
    const rows = (view) => ({ report: 'changes', view });
    const newOf = (verdict) => ({ ...NEW, conditions: [{ column: 'Verdict', is: verdict }] });
    const violations = [
        {
            number: counts.new.violations,
            unit: ['new violation', 'new violations'],
            tone: 'bad',
            rows: newOf('fail'),
            evenZero: true,
        },
        {
            number: counts.new.warnings,
            unit: ['new warning', 'new warnings'],
            tone: 'warn',
            rows: newOf('warn'),
        },
        {
            number: (0,_change_counts_js__WEBPACK_IMPORTED_MODULE_1__/* .totalOf */ .e6)(counts.resolved),
            unit: ['resolved', 'resolved'],
            note: (0,_change_counts_js__WEBPACK_IMPORTED_MODULE_1__/* .severitiesText */ .jB)(counts.resolved),
            tone: 'good',
            rows: rows('resolved'),
        },
    ];
    const tiles = [
        ...(comparesViolations ? violations : []),
        {
            number: counts.changedMailboxes,
            unit: ['mailbox changed', 'mailboxes changed'],
            rows: rows('mailbox-changed'),
            evenZero: true,
        },
        {
            number: counts.addedMailboxes,
            rows: rows('mailbox-added'),
            unit: ['mailbox added to the list', 'mailboxes added to the list'],
        },
        {
            number: counts.removedMailboxes,
            rows: rows('mailbox-removed'),
            unit: ['mailbox removed from the list', 'mailboxes removed from the list'],
        },
    ];
    return tiles.map((tile) => ({ group: 'New', ...tile }));
}


/***/ }),

/***/ 67845:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   CH: () => (/* binding */ changedRows),
/* harmony export */   FK: () => (/* binding */ CHANGE_COLUMNS),
/* harmony export */   _x: () => (/* binding */ comparedReport),
/* harmony export */   qv: () => (/* binding */ changeCells),
/* harmony export */   tJ: () => (/* binding */ isSameCell)
/* harmony export */ });
/* harmony import */ var _reports_row_identity_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(53894);
/* harmony import */ var _text_display_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(24745);


function comparedReport(before, after) {
    const columns = after.columns
        .map((name, index) => ({
        name,
        before: before.columns.indexOf(name),
        after: index,
        ignored: after.ignored.includes(name),
        limits: Object.hasOwn(after.limits, name) ? after.limits[name] : undefined,
        isItem: after.item.includes(name),
    }))
        .filter((column) => column.before !== -1);
    const ofOneRun = [
        ...after.columns.filter((name) => !before.columns.includes(name)),
        ...before.columns.filter((name) => !after.columns.includes(name)),
    ];
    const [was, is] = [(0,_reports_row_identity_js__WEBPACK_IMPORTED_MODULE_0__/* .itemPositions */ .Gd)(after.item, before.columns), (0,_reports_row_identity_js__WEBPACK_IMPORTED_MODULE_0__/* .itemPositions */ .Gd)(after.item, after.columns)];
    const item = was && is && is.length > 0 ? { before: was, after: is } : undefined;
    return { name: after.name, manyRows: before.manyRows || after.manyRows, columns, item, missing: ofOneRun };
}
/**
 * The differences of one mailbox in one report, in the order of the rows now, then of the removed ones. Both runs must have
 * read the mailbox.
 *
 * @param isRepeated whether other changes show that a row was added or removed
 */
function changedRows(report, mailbox, before, after, isRepeated = () => false) {
    const { name, manyRows, columns, item: itemPair } = report;
    const changes = [];
    const addChanged = (item, was, is) => {
        for (const column of columns) {
            const [cellBefore, cellNow] = [was.cells[column.before] ?? null, is.cells[column.after] ?? null];
            const isSilent = hasNoValue(was, column.before) || hasNoValue(is, column.after);
            if (column.ignored || isSilent || isSameCell(cellBefore, cellNow))
                continue;
            if (column.limits !== undefined && isWithin(column.limits, cellBefore, cellNow))
                continue;
            changes.push({
                kind: 'changed',
                report: name,
                mailbox,
                item,
                column: column.name,
                before: cellBefore,
                after: cellNow,
            });
        }
    };
    if (!manyRows) {
        const [[was], [is]] = [before, after];
        if (was !== undefined && is !== undefined)
            addChanged('', was, is);
        return changes;
    }
    if (itemPair === undefined)
        return changes;
    const isBlank = (row, side) => columns.every((column) => (0,_text_display_js__WEBPACK_IMPORTED_MODULE_1__/* .cellText */ .Ie)(row.cells[column[side]]) === '');
    const unmatched = Map.groupBy(before.filter((row) => !isBlank(row, 'before')), (row) => (0,_reports_row_identity_js__WEBPACK_IMPORTED_MODULE_0__/* .itemText */ .rv)(itemPair.before, row));
    // A row whose name is not known, such as that of a group with unknown members, may be any row of the other run.
    const isOpen = (rows, positions) => rows.some((row) => (0,_reports_row_identity_js__WEBPACK_IMPORTED_MODULE_0__/* .hasUnknownItem */ .iU)(positions, row));
    const [mayHaveBeen, mayBe] = [isOpen(before, itemPair.before), isOpen(after, itemPair.after)];
    const common = { report: name, mailbox, column: '' };
    const repeats = ({ cells }, side) => isRepeated((name) => {
        const column = columns.find((one) => one.name === name);
        return column === undefined ? '' : (0,_text_display_js__WEBPACK_IMPORTED_MODULE_1__/* .cellText */ .Ie)(cells[column[side]]);
    });
    for (const row of after) {
        if (isBlank(row, 'after'))
            continue;
        const item = (0,_reports_row_identity_js__WEBPACK_IMPORTED_MODULE_0__/* .itemText */ .rv)(itemPair.after, row);
        const earlier = unmatched.get(item)?.shift();
        if (earlier !== undefined)
            addChanged(item, earlier, row);
        else if (!mayHaveBeen && !(0,_reports_row_identity_js__WEBPACK_IMPORTED_MODULE_0__/* .hasUnknownItem */ .iU)(itemPair.after, row) && !repeats(row, 'after'))
            changes.push({ ...common, kind: 'added', item, before: null, after: rowText(report, row, 'after') });
    }
    for (const [item, rows] of mayBe ? [] : unmatched) {
        for (const row of rows) {
            if ((0,_reports_row_identity_js__WEBPACK_IMPORTED_MODULE_0__/* .hasUnknownItem */ .iU)(itemPair.before, row) || repeats(row, 'before'))
                continue;
            changes.push({ ...common, kind: 'removed', item, before: rowText(report, row, 'before'), after: null });
        }
    }
    return changes;
}
/** Whether people see the same in two cells: another version of a report may give `null` for an empty list. */
function isSameCell(one, other) {
    return one === other || (0,_text_display_js__WEBPACK_IMPORTED_MODULE_1__/* .cellText */ .Ie)(one) === (0,_text_display_js__WEBPACK_IMPORTED_MODULE_1__/* .cellText */ .Ie)(other);
}
/** Whether two numbers are above the same limits. */
function isWithin(limits, one, other) {
    if (typeof one !== 'number' || typeof other !== 'number')
        return false;
    return limits.every((limit) => one > limit === other > limit);
}
/** The cells of an added or removed row: `Role: editor; Inherited: false`. Without those of the item. */
function rowText({ columns }, { cells }, side) {
    return columns
        .filter((column) => !column.isItem && !column.ignored)
        .map((column) => ({ name: column.name, text: (0,_text_display_js__WEBPACK_IMPORTED_MODULE_1__/* .cellText */ .Ie)(cells[column[side]]) }))
        .filter(({ text }) => text !== '')
        .map(({ name, text }) => `${name}: ${text}`)
        .join('; ');
}
/** The header of `changes.csv`. */
const CHANGE_COLUMNS = ['Change', 'Report', 'MailboxName', 'Item', 'Column', 'Before', 'After'];
/** The cells of a difference from the earlier report. */
function changeCells({ kind, report, mailbox, item, column, before, after }) {
    return [kind, report, mailbox, item, column, before, after];
}
/** Whether a cell is unknown, or has no meaning in its row. */
function hasNoValue({ incomplete, notApplicable }, at) {
    return incomplete?.has(at) === true || notApplicable?.has(at) === true;
}


/***/ }),

/***/ 82466:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   MW: () => (/* binding */ openReportAt),
/* harmony export */   QD: () => (/* binding */ openNamedReport),
/* harmony export */   Q_: () => (/* binding */ openLatest),
/* harmony export */   am: () => (/* binding */ findEarlierReport)
/* harmony export */ });
/* unused harmony exports EarlierReport, incomparable */
/* harmony import */ var node_fs__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(73024);
/* harmony import */ var node_fs__WEBPACK_IMPORTED_MODULE_0___default = /*#__PURE__*/__webpack_require__.n(node_fs__WEBPACK_IMPORTED_MODULE_0__);
/* harmony import */ var node_fs_promises__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(51455);
/* harmony import */ var node_fs_promises__WEBPACK_IMPORTED_MODULE_1___default = /*#__PURE__*/__webpack_require__.n(node_fs_promises__WEBPACK_IMPORTED_MODULE_1__);
/* harmony import */ var node_path__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(76760);
/* harmony import */ var node_path__WEBPACK_IMPORTED_MODULE_2___default = /*#__PURE__*/__webpack_require__.n(node_path__WEBPACK_IMPORTED_MODULE_2__);
/* harmony import */ var node_stream_promises__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(46466);
/* harmony import */ var node_stream_promises__WEBPACK_IMPORTED_MODULE_3___default = /*#__PURE__*/__webpack_require__.n(node_stream_promises__WEBPACK_IMPORTED_MODULE_3__);
/* harmony import */ var _errors_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(83916);
/* harmony import */ var _mailboxes_list_js__WEBPACK_IMPORTED_MODULE_5__ = __webpack_require__(24208);
/* harmony import */ var _text_display_js__WEBPACK_IMPORTED_MODULE_10__ = __webpack_require__(24745);
/* harmony import */ var _run_log_js__WEBPACK_IMPORTED_MODULE_11__ = __webpack_require__(23503);
/* harmony import */ var _text_numbers_js__WEBPACK_IMPORTED_MODULE_12__ = __webpack_require__(92613);
/* harmony import */ var _store_archive_js__WEBPACK_IMPORTED_MODULE_6__ = __webpack_require__(26131);
/* harmony import */ var _earlier_run_js__WEBPACK_IMPORTED_MODULE_7__ = __webpack_require__(20611);
/* harmony import */ var _store_rows_file_js__WEBPACK_IMPORTED_MODULE_8__ = __webpack_require__(35923);
/* harmony import */ var _store_rows_reader_js__WEBPACK_IMPORTED_MODULE_9__ = __webpack_require__(17838);













/** Archives of runs that are downloaded until one can be compared. */
const MAX_DOWNLOADS = 10;
/** The rows of an earlier run on disk, which are found by address. */
class EarlierReport {
    header;
    end;
    #fd;
    /** Where the line of each mailbox starts, and where the last one ends. */
    #offsets;
    /** Positions in the list by lower-case address. */
    #positions;
    constructor(header, end, fd, offsets) {
        this.header = header;
        this.end = end;
        this.#fd = fd;
        this.#offsets = offsets;
        this.#positions = new Map(header.list.mailboxes.map(({ address }, index) => [address.toLowerCase(), index]));
    }
    /**
     * Unpacks the rows file of a folder into `temp`, and checks all of it. Rejects with an `UnusableRows` if it cannot be used.
     */
    static async open(folder, temp) {
        const file = node_path__WEBPACK_IMPORTED_MODULE_2___default().join(folder, _store_rows_file_js__WEBPACK_IMPORTED_MODULE_8__/* .ROWS_FILE */ .ZX);
        const header = await (0,_store_rows_reader_js__WEBPACK_IMPORTED_MODULE_9__/* .readHeader */ .ay)(file);
        const { shard } = header;
        if (shard !== undefined) {
            throw new _store_rows_reader_js__WEBPACK_IMPORTED_MODULE_9__/* .UnusableRows */ .dj(`It has only shard ${shard.number} of ${shard.of}. The merge action reports on all shards.`);
        }
        const unpacked = node_path__WEBPACK_IMPORTED_MODULE_2___default().join(temp, 'rows.ndjson');
        const offsets = [0];
        let offset = 0;
        let last;
        const onEnd = (end) => {
            last = end;
        };
        const lines = async function* () {
            for await (const { line } of (0,_store_rows_reader_js__WEBPACK_IMPORTED_MODULE_9__/* .readMailboxes */ .Z9)(file, header, onEnd)) {
                offset += Buffer.byteLength(line) + 1;
                offsets.push(offset);
                yield `${line}\n`;
            }
        };
        await (0,node_stream_promises__WEBPACK_IMPORTED_MODULE_3__.pipeline)(lines, (0,node_fs__WEBPACK_IMPORTED_MODULE_0__.createWriteStream)(unpacked, { flags: 'wx' })).catch((error) => {
            throw (0,_store_rows_reader_js__WEBPACK_IMPORTED_MODULE_9__/* .unpackingError */ .Z)(error);
        });
        if (last === undefined)
            throw new Error('a rows file that was read completely has no last line');
        return new EarlierReport(header, last, (0,node_fs__WEBPACK_IMPORTED_MODULE_0__.openSync)(unpacked, 'r'), offsets);
    }
    /** Undefined if the list of the earlier run lacks the address. */
    find(address) {
        const position = this.#positions.get(address.toLowerCase());
        return position === undefined ? undefined : this.at(position);
    }
    /** The mailbox at a position of the list. */
    at(position) {
        const [start = 0, end = 0] = this.#offsets.slice(position, position + 2);
        const bytes = Buffer.allocUnsafe(end - start);
        (0,node_fs__WEBPACK_IMPORTED_MODULE_0__.readSync)(this.#fd, bytes, 0, bytes.length, start);
        return (0,_store_rows_reader_js__WEBPACK_IMPORTED_MODULE_9__/* .parseMailbox */ .i2)(bytes.toString('utf8'), this.header.reports);
    }
    close() {
        (0,node_fs__WEBPACK_IMPORTED_MODULE_0__.closeSync)(this.#fd);
    }
}
/** Opens a report that a path names: a folder, or a zip. Rejects with the UserError `REPORT_UNREADABLE`. `temp`: an empty folder. */
async function openNamedReport(place, from, temp) {
    try {
        return await EarlierReport.open(await (0,_store_archive_js__WEBPACK_IMPORTED_MODULE_6__/* .reportFolder */ .t3)(node_path__WEBPACK_IMPORTED_MODULE_2___default().resolve(from, place), temp), temp);
    }
    catch (error) {
        throw (0,_store_archive_js__WEBPACK_IMPORTED_MODULE_6__/* .unreadableReport */ .wH)(place, error);
    }
}
/**
 * Opens a report that lies on the disk: a folder, or a zip. Never rejects for what it finds there.
 *
 * @param placeText how messages name it
 * @param temp an empty folder for unpacked files
 */
async function openReportAt(place, placeText, temp, run) {
    try {
        const report = await openComparable(await (0,_store_archive_js__WEBPACK_IMPORTED_MODULE_6__/* .reportFolder */ .t3)(place, temp), temp, run);
        return { kind: 'found', source: { kind: 'path', path: placeText }, report, skipped: [] };
    }
    catch (error) {
        if ((0,_errors_js__WEBPACK_IMPORTED_MODULE_4__/* .systemErrorCode */ .vq)(error) === 'ENOENT') {
            const words = 'Use the path of an earlier report, or "auto", "required" or "off".';
            return { kind: 'unavailable', reason: `There is no folder or zip ${(0,_text_display_js__WEBPACK_IMPORTED_MODULE_10__/* .shownText */ .f$)(placeText)}. ${words}` };
        }
        const reason = error instanceof _store_rows_reader_js__WEBPACK_IMPORTED_MODULE_9__/* .UnusableRows */ .dj ? error.message : `It cannot be read: ${(0,_errors_js__WEBPACK_IMPORTED_MODULE_4__/* .describeError */ .Uc)(error)}.`;
        return { kind: 'unavailable', reason: `The earlier report ${placeText} cannot be used. ${reason}` };
    }
}
/**
 * Finds, downloads and opens the report of the latest earlier run that was not cancelled and read at least half of its
 * mailboxes: in comparison with any other, violations of mailboxes that it did not read would never be new. Errors are results: it
 * never rejects. The token is sent to GitHub's API, which gives a signed address of the storage.
 */
function findEarlierReport(options) {
    const place = (0,_earlier_run_js__WEBPACK_IMPORTED_MODULE_7__/* .searchPlace */ .Qv)(options);
    if (place.kind !== 'place')
        return Promise.resolve(place);
    // The client writes lines of its own.
    return (0,_run_log_js__WEBPACK_IMPORTED_MODULE_11__/* .logGroup */ .QT)(options.log, 'Earlier report', () => openLatest((0,_earlier_run_js__WEBPACK_IMPORTED_MODULE_7__/* .findArtifacts */ .n1)(place, options), place, options));
}
/**
 * Opens the first of some artifacts that was not cancelled and read at least half of its mailboxes. Never rejects.
 *
 * @param place where the artifacts are
 */
async function openLatest(artifacts, place, options) {
    const skipped = [];
    for (;;) {
        const { done, value: artifact } = await artifacts.next();
        if (done === true) {
            options.log.info('There is none');
            return skipped.length === 0 ? artifact : { kind: 'unavailable', reason: [...skipped, artifact.reason].join(' ') };
        }
        const { runNumber: number, url, started } = artifact;
        try {
            const report = artifact.cancelled ? 'It was cancelled.' : await openArtifact(artifact, place, options);
            if (typeof report !== 'string')
                return { kind: 'found', source: { kind: 'run', number, url, started }, report, skipped };
            skipped.push(`Run #${number} is skipped. ${report}`);
        }
        catch (error) {
            const reason = error instanceof _store_rows_reader_js__WEBPACK_IMPORTED_MODULE_9__/* .UnusableRows */ .dj ? error.message : `It cannot be read: ${(0,_errors_js__WEBPACK_IMPORTED_MODULE_4__/* .describeError */ .Uc)(error)}.`;
            const unusable = `The report of run #${number} cannot be used. ${reason}`;
            return { kind: 'unavailable', reason: [...skipped, unusable].join(' ') };
        }
        if (skipped.length === MAX_DOWNLOADS)
            return { kind: 'unavailable', reason: skipped.join(' ') };
    }
}
/** The report of a run, or why the run is skipped. Rejects with an `UnusableRows`, or as the file system does. */
async function openArtifact(artifact, { token, owner: repositoryOwner, repo: repositoryName, artifactName }, { log, temp, run, loadClient, signal }) {
    const { digest, runId: workflowRunId, runNumber } = artifact;
    if (digest === undefined)
        throw new _store_rows_reader_js__WEBPACK_IMPORTED_MODULE_9__/* .UnusableRows */ .dj('GitHub gives no digest of its archive.');
    log.info((0,_run_log_js__WEBPACK_IMPORTED_MODULE_11__/* .logText */ .kc)(`Artifact "${artifactName}" of run #${runNumber}`));
    const findBy = { token, workflowRunId, repositoryOwner, repositoryName };
    const folder = await (0,node_fs_promises__WEBPACK_IMPORTED_MODULE_1__.mkdtemp)(node_path__WEBPACK_IMPORTED_MODULE_2___default().join(temp, 'run-'));
    const reportDir = await (0,_store_archive_js__WEBPACK_IMPORTED_MODULE_6__/* .downloadRows */ .g1)(loadClient, artifact, signal, folder, findBy);
    const report = await openComparable(reportDir, folder, run);
    const partial = partialReason(report.end);
    if (partial === undefined)
        return report;
    report.close();
    await (0,node_fs_promises__WEBPACK_IMPORTED_MODULE_1__.rm)(folder, { recursive: true, force: true });
    return partial;
}
/** Why too little of a run's list was read to compare with, in a sentence. */
function partialReason({ cancelled, counts: { read, mailboxes } }) {
    const part = `${(0,_text_numbers_js__WEBPACK_IMPORTED_MODULE_12__/* .count */ .U9)(read)} of ${(0,_text_numbers_js__WEBPACK_IMPORTED_MODULE_12__/* .counted */ .hS)(mailboxes, 'mailbox', 'mailboxes')}`;
    if (cancelled)
        return `It was cancelled, and read ${part}.`;
    return read * 2 < mailboxes ? `It read only ${part}.` : undefined;
}
/** Opens a report that has something to compare. Rejects with an `UnusableRows`. */
async function openComparable(folder, temp, run) {
    const report = await EarlierReport.open(folder, temp);
    const reason = run && (incomparable(report.header, run) ?? otherMailboxes(report.header.list, run.list));
    if (reason === undefined)
        return report;
    report.close();
    throw new _store_rows_reader_js__WEBPACK_IMPORTED_MODULE_9__/* .UnusableRows */ .dj(reason);
}
/** Of other mailboxes, all would be added and removed. */
function otherMailboxes(earlier, later) {
    const [before, after] = [earlier, later].map(_mailboxes_list_js__WEBPACK_IMPORTED_MODULE_5__/* .namedAddresses */ .Sb);
    if (before?.join() === after?.join())
        return undefined;
    return 'It is of other mailboxes: a run of single addresses is compared only with a run of the same addresses.';
}
/** Why a run cannot be compared with an earlier one, in a sentence. */
function incomparable(earlier, { tenant, cloud, reports }) {
    if (earlier.tenant.toLowerCase() !== tenant.toLowerCase())
        return `It is of another tenant, ${earlier.tenant}.`;
    if (earlier.cloud !== cloud)
        return `It is of another cloud, ${earlier.cloud}.`;
    if (earlier.reports.some(({ name }) => reports.includes(name)))
        return undefined;
    const [own, others] = [earlier.reports.map(({ name }) => name), reports].map((names) => names.join(', '));
    return `It has no report in common: it has ${own}, the later run ${others}.`;
}


/***/ }),

/***/ 20611:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   Ng: () => (/* binding */ connect),
/* harmony export */   Qv: () => (/* binding */ searchPlace),
/* harmony export */   X3: () => (/* binding */ askGitHub),
/* harmony export */   n1: () => (/* binding */ findArtifacts),
/* harmony export */   qB: () => (/* binding */ artifactOf),
/* harmony export */   qY: () => (/* binding */ EVENTS)
/* harmony export */ });
/* harmony import */ var node_fs_promises__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(51455);
/* harmony import */ var node_fs_promises__WEBPACK_IMPORTED_MODULE_0___default = /*#__PURE__*/__webpack_require__.n(node_fs_promises__WEBPACK_IMPORTED_MODULE_0__);
/* harmony import */ var undici__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(46752);
/* harmony import */ var _auth_redact_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(95353);
/* harmony import */ var _errors_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(83916);
/* harmony import */ var _http_headers_js__WEBPACK_IMPORTED_MODULE_5__ = __webpack_require__(59718);
/* harmony import */ var _http_retrying_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(91952);
/* harmony import */ var _http_secure_url_js__WEBPACK_IMPORTED_MODULE_6__ = __webpack_require__(28347);
/* harmony import */ var _json_js__WEBPACK_IMPORTED_MODULE_7__ = __webpack_require__(8301);








/** Events that run the code of the branch itself, rather than that of a pull request. */
const EVENTS = new Set(['schedule', 'push', 'workflow_dispatch']);
/** Runs of a change that is not on a branch of its own yet: they compare with the default branch. */
const CHANGE_EVENTS = new Set(['pull_request', 'pull_request_target', 'merge_group']);
/** Pages of 100 runs that are searched. */
const MAX_PAGES = 3;
/** Runs that are asked for their artifacts. */
const MAX_RUNS = 30;
const RETRY = { first: 1_000, longest: 4_000, attempts: 3, maxWait: 60_000 };
/** Where to look for the artifact of an earlier run, or why this run cannot look. */
function searchPlace({ step, token, artifactName, }) {
    const place = repositoryOf(step);
    if (place === undefined)
        return { kind: 'unavailable', reason: 'This is not a run of a GitHub workflow.' };
    if (artifactName === undefined)
        return { kind: 'unavailable', reason: '"artifact-name" is empty, so earlier runs have no artifact.' };
    if (token === undefined)
        return { kind: 'forbidden', reason: 'The input "github-token" is empty.' };
    if (step.isEnterpriseServer) {
        return {
            kind: 'unavailable',
            reason: 'GitHub Enterprise Server and Gitea do not have artifacts of this kind. Name the path of a report.',
        };
    }
    return { kind: 'place', ...place, artifactName, step, token };
}
/**
 * Finds the artifacts of earlier runs of this workflow and branch, the latest first: of completed runs of this repository itself,
 * with a lower run number, that have an artifact of the name which has not expired. Returns why there are no more. Never rejects.
 */
function findArtifacts(place, options) {
    return askGitHub(place, options, (octokit) => search(octokit, place));
}
/** Yields the artifacts that a search finds, and returns why there are no more. Never rejects: what GitHub refuses is a reason. */
async function* askGitHub(place, options, searchBy) {
    try {
        return withoutToken(yield* searchBy(await connect(place, options)), place);
    }
    catch (error) {
        return withoutToken(failure(error), place);
    }
}
/** A client of GitHub's API, which sends the token to it alone and repeats what a fault of the server has stopped. */
async function connect({ api, token }, { signal, dispatcher }) {
    // Loaded only by runs that ask GitHub.
    const { getOctokit } = await Promise.all(/* import() */[__webpack_require__.e(351), __webpack_require__.e(770)]).then(__webpack_require__.bind(__webpack_require__, 61351));
    // Any request options replace the client's own function, which would use a proxy.
    const fetchThrough = (url, init) => fetchRetrying(url, { ...init, dispatcher }, signal);
    return getOctokit(token, { baseUrl: api, request: { signal, fetch: fetchThrough }, log: SILENT });
}
/** Fetches, again after 429, a fault of the server and a failure without a response. Rejects as `fetch` does. */
async function fetchRetrying(url, init, signal) {
    let response;
    const answer = await (0,_http_retrying_js__WEBPACK_IMPORTED_MODULE_4__/* .retrying */ .R$)(async () => {
        try {
            await response?.body?.cancel();
            response = await (0,undici__WEBPACK_IMPORTED_MODULE_1__.fetch)(url, init);
            const { status, headers } = response;
            if (status !== 429 && status < 500)
                return { result: response };
            const retryAfter = (0,_http_headers_js__WEBPACK_IMPORTED_MODULE_5__/* .retryAfterMs */ .Vs)(headers.get('retry-after') ?? undefined, Date.now());
            return { result: response, retry: { rule: RETRY, retryAfter } };
        }
        catch (error) {
            if (!(error instanceof Error))
                throw error;
            return { result: error, retry: { rule: RETRY } };
        }
    }, { signal });
    if (answer instanceof Error)
        throw answer;
    return answer;
}
/** Reasons have texts of GitHub, such as the name of a branch. */
function withoutToken(reason, { token }) {
    return { ...reason, reason: (0,_auth_redact_js__WEBPACK_IMPORTED_MODULE_2__/* .redacted */ .pc)(reason.reason, [token]) };
}
const SILENT = { debug: ignore, info: ignore, warn: ignore, error: ignore };
function ignore() {
    // The result says what failed.
}
/** Undefined outside a workflow. */
function repositoryOf({ apiUrl: api, repository: name, runId: id }) {
    const url = URL.parse(api);
    const [, owner, repo] = /^([\w.-]+)\/([\w.-]+)$/.exec(name) ?? [];
    if (url === null || !(0,_http_secure_url_js__WEBPACK_IMPORTED_MODULE_6__/* .isConfidential */ .F)(url) || owner === undefined || repo === undefined)
        return undefined;
    return /^\d{1,15}$/.test(id) ? { api: api.replace(/\/$/, ''), owner, repo, runId: Number(id) } : undefined;
}
async function* search(octokit, { owner, repo, runId, artifactName, step }) {
    const { data: thisRun } = await octokit.rest.actions.getWorkflowRun({ owner, repo, run_id: runId });
    const branch = CHANGE_EVENTS.has(thisRun.event)
        ? await defaultBranch(octokit, { owner, repo, step })
        : thisRun.head_branch;
    if (branch === null)
        return { kind: 'none', reason: 'This run has no branch.' };
    const isEarlier = (run) => run.run_number < thisRun.run_number &&
        run.status === 'completed' &&
        run.workflow_id === thisRun.workflow_id &&
        run.head_branch === branch &&
        EVENTS.has(run.event) &&
        run.repository.id === thisRun.repository.id &&
        // A deleted fork is null.
        (0,_json_js__WEBPACK_IMPORTED_MODULE_7__/* .isRecord */ .u4)(run.head_repository) &&
        run.head_repository.id === thisRun.repository.id;
    const runs = [];
    for (let page = 1; page <= MAX_PAGES && runs.length < MAX_RUNS; page += 1) {
        const { data } = await octokit.rest.actions.listWorkflowRuns({
            owner,
            repo,
            workflow_id: thisRun.workflow_id,
            branch,
            per_page: 100,
            page,
            exclude_pull_requests: true,
        });
        runs.push(...data.workflow_runs.filter(isEarlier));
        if (data.workflow_runs.length < 100)
            break;
    }
    const latestFirst = runs.sort((one, other) => other.run_number - one.run_number).slice(0, MAX_RUNS);
    let [expired, given] = [0, 0];
    for (const run of latestFirst) {
        const { data } = await octokit.rest.actions.listWorkflowRunArtifacts({
            owner,
            repo,
            run_id: run.id,
            name: artifactName,
            per_page: 100,
        });
        const ofName = data.artifacts.filter(({ name }) => name === artifactName).sort((one, other) => other.id - one.id);
        const [artifact] = ofName.filter((one) => !one.expired);
        if (artifact !== undefined) {
            given += 1;
            yield artifactOf(artifact, run, `${step.serverUrl}/${owner}/${repo}`);
        }
        else if (ofName.length > 0) {
            expired += 1;
        }
    }
    if (given > 0) {
        return { kind: 'unavailable', reason: `No other earlier run on ${branch} has an artifact "${artifactName}".` };
    }
    if (expired > 0) {
        return {
            kind: 'unavailable',
            reason: `The artifacts of all earlier runs on ${branch} have expired.`,
        };
    }
    const reason = latestFirst.length === 0
        ? `There is no earlier run on ${branch}.`
        : `No earlier run on ${branch} has an artifact "${artifactName}".`;
    return { kind: 'none', reason };
}
/** An artifact and its run, as GitHub's API shows them. `webUrl`: of the repository. */
function artifactOf(artifact, run, webUrl) {
    return {
        kind: 'artifact',
        id: artifact.id,
        size: artifact.size_in_bytes,
        digest: artifact.digest ?? undefined,
        runId: run.id,
        runNumber: run.run_number,
        cancelled: run.conclusion === 'cancelled',
        url: `${webUrl}/actions/runs/${run.id}`,
        started: new Date(run.run_started_at ?? run.created_at),
    };
}
/** The event contains it; if it does not, GitHub is asked. */
async function defaultBranch(octokit, { owner, repo, step }) {
    const text = await (0,node_fs_promises__WEBPACK_IMPORTED_MODULE_0__.readFile)(step.eventFile, 'utf8').catch(() => '');
    const branch = (0,_json_js__WEBPACK_IMPORTED_MODULE_7__/* .property */ .MZ)((0,_json_js__WEBPACK_IMPORTED_MODULE_7__/* .property */ .MZ)((0,_json_js__WEBPACK_IMPORTED_MODULE_7__/* .jsonOrUndefined */ ._D)(text), 'repository'), 'default_branch');
    if (typeof branch === 'string')
        return branch;
    const { data } = await octokit.rest.repos.get({ owner, repo });
    return data.default_branch;
}
/** Why GitHub did not answer. */
function failure(error) {
    const status = (0,_json_js__WEBPACK_IMPORTED_MODULE_7__/* .isRecord */ .u4)(error) ? error.status : undefined;
    // A limit of requests is 403 too. https://docs.github.com/rest/using-the-rest-api/rate-limits-for-the-rest-api
    const isLimited = /rate limit/i.test((0,_errors_js__WEBPACK_IMPORTED_MODULE_3__/* .describeError */ .Uc)(error));
    if (!isLimited && (status === 401 || status === 403 || status === 404)) {
        return {
            kind: 'forbidden',
            reason: `The token may not read earlier runs. Add "actions: read" to the "permissions" of the job.`,
        };
    }
    return { kind: 'unavailable', reason: `GitHub could not be asked: ${(0,_errors_js__WEBPACK_IMPORTED_MODULE_3__/* .describeError */ .Uc)(error)}.` };
}


/***/ }),

/***/ 55017:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   Uf: () => (/* binding */ Comparison),
/* harmony export */   eo: () => (/* binding */ firstRunStage),
/* harmony export */   vW: () => (/* binding */ violationKey)
/* harmony export */ });
/* harmony import */ var _access_access_rows_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(65970);
/* harmony import */ var _reports_built_in_access_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(33704);
/* harmony import */ var _reports_built_in_applications_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(32729);
/* harmony import */ var _store_rows_file_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(35923);
/* harmony import */ var _text_numbers_js__WEBPACK_IMPORTED_MODULE_5__ = __webpack_require__(92613);
/* harmony import */ var _changed_rows_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(67845);
/* harmony import */ var _shared_changes_js__WEBPACK_IMPORTED_MODULE_6__ = __webpack_require__(65106);







/** Compares each mailbox with an earlier report. A mailbox that either run could not read gives no change. */
class Comparison {
    /** Sentences about what cannot be compared. */
    notes;
    /** Whether the earlier run had a policy, and this one has. */
    comparesViolations;
    /** The rules that only one of both policies has. */
    ruleChanges;
    #earlier;
    #names;
    #today;
    #earlierDay;
    #rules;
    /** The reports of both runs, each with its place in this one. `access` is last, after the reports of which it is made. */
    #reports;
    /** Lower-case addresses of mailboxes that this run has. */
    #seen = new Set();
    /**
     * @param rules those of this run's policy; undefined without one
     * @param today the day of this run, `2027-01-31`, in UTC
     * @param earlierDay that of the earlier run; undefined if unknown
     */
    constructor(earlier, reports, rules, today, earlierDay) {
        const { header } = earlier;
        const notes = [];
        this.#earlier = earlier;
        this.#names = reports.map(({ name }) => name);
        this.#rules = rules;
        this.#today = today;
        this.#earlierDay = earlierDay;
        const comparedReports = reports.flatMap((report, at) => {
            const before = header.reports.find(({ name }) => name === report.name);
            if (before === undefined) {
                notes.push(`The earlier report has no rows of ${report.name}, so ${report.name} is not compared.`);
                return [];
            }
            const compared = (0,_changed_rows_js__WEBPACK_IMPORTED_MODULE_4__/* .comparedReport */ ._x)(before, report);
            const { missing } = compared;
            const columns = `the ${missing.length === 1 ? 'column' : 'columns'} ${(0,_text_numbers_js__WEBPACK_IMPORTED_MODULE_5__/* .listed */ .KE)(missing, 'and')}`;
            if (missing.length > 0)
                notes.push(`Only one of both runs has ${columns} of ${report.name}.`);
            return [[at, compared]];
        });
        this.#reports = comparedReports.sort(([, one], [, other]) => Number(isAccess(one)) - Number(isAccess(other)));
        if (rules !== undefined && header.policy === undefined) {
            notes.push('The earlier run had no policy, so violations are not compared.');
        }
        this.notes = notes;
        this.comparesViolations = rules !== undefined && header.policy !== undefined;
        this.ruleChanges = this.comparesViolations && rules !== 'unknown' ? (0,_shared_changes_js__WEBPACK_IMPORTED_MODULE_6__/* .ruleChangesOf */ .$B)(header.rules, rules) : [];
    }
    /** The stage of the pipeline. Call it once for each mailbox. */
    compare(result) {
        const stored = (0,_store_rows_file_js__WEBPACK_IMPORTED_MODULE_3__/* .storedMailbox */ .o4)(result);
        const { changes, violations, isNotCompared } = this.differenceOf(stored);
        const reports = result.reports.map((report, index) => {
            const violationsNow = stored.reports[index]?.violations.values();
            return mapFindings(report, (finding) => {
                const violation = violationsNow?.next().value;
                return { ...finding, ...(violation && violations.get(violation)) };
            });
        });
        return { ...result, reports, changes, isNotCompared };
    }
    /** What differs between a mailbox of this run and of the earlier one. Call it once for each mailbox. */
    differenceOf(after) {
        const { address } = after;
        const before = this.#earlier.find(address);
        this.#seen.add(address.toLowerCase());
        const changes = before === undefined ? [listChange('mailbox-added', address)] : [];
        const bothRead = new Set();
        let isNotCompared = false;
        for (const [at, report] of this.#reports) {
            const [was, is] = [this.#resultOf(before, report.name), after.reports[at]];
            if (is?.status !== 'ok')
                continue;
            if (was?.status !== 'ok') {
                isNotCompared ||= before !== undefined;
                continue;
            }
            bothRead.add(report.name);
            const [[rowWas], [rowIs]] = [was.rows, is.rows];
            if (report.name === _reports_built_in_applications_js__WEBPACK_IMPORTED_MODULE_2__/* .applications */ .cU.name && rowWas !== undefined && rowIs !== undefined) {
                const ofTenant = (0,_shared_changes_js__WEBPACK_IMPORTED_MODULE_6__/* .tenantWideChanges */ .PA)(report, address, rowWas, rowIs);
                const [withoutWas, withoutIs] = ofTenant.rows;
                changes.push(...ofTenant.changes, ...(0,_changed_rows_js__WEBPACK_IMPORTED_MODULE_4__/* .changedRows */ .CH)(report, address, [withoutWas], [withoutIs]));
                continue;
            }
            const isRepeated = (textOf) => isAccess(report) && (0,_access_access_rows_js__WEBPACK_IMPORTED_MODULE_0__/* .repeatsChange */ .f0)(changes, textOf);
            changes.push(...(0,_changed_rows_js__WEBPACK_IMPORTED_MODULE_4__/* .changedRows */ .CH)(report, address, was.rows, is.rows, isRepeated));
        }
        return { changes, isNotCompared, violations: this.#compareViolations(before, after, bothRead, changes) };
    }
    /** The mailboxes that this run's list no longer has, in the order of the earlier report. Call it after the last mailbox. */
    *removed() {
        for (const { address } of this.#earlier.header.list.mailboxes) {
            if (!this.#seen.has(address.toLowerCase()))
                yield listChange('mailbox-removed', address);
        }
    }
    close() {
        this.#earlier.close();
    }
    #resultOf(mailbox, report) {
        return mailbox?.reports[this.#earlier.header.reports.findIndex(({ name }) => name === report)];
    }
    /**
     * Matches the violations of a mailbox with the earlier ones: a violation is the same if rule, item, row and column are, and several
     * of them are matched in their order. Adds new and resolved ones to the changes.
     */
    #compareViolations(before, after, bothRead, changes) {
        const { address } = after;
        const novelties = new Map();
        const unmatched = Map.groupBy(this.comparesViolations ? this.#earlierViolations(before) : [], ({ violation }) => violationKey(violation));
        const doubtful = new Set();
        const violationChanges = [];
        for (const [index, { violations }] of after.reports.entries()) {
            const report = this.#names[index] ?? '';
            for (const violation of violations) {
                if (violation.verdict === 'inconclusive') {
                    doubtful.add(violation.rule);
                    continue;
                }
                const earlier = unmatched.get(violationKey(violation))?.shift()?.violation;
                const isComparable = this.comparesViolations && (before === undefined || bothRead.has(report));
                const novelty = earlier === undefined ? (isComparable ? 'new' : undefined) : noveltyOf(earlier, violation);
                novelties.set(violation, {
                    novelty,
                    since: earlier === undefined ? this.#today : (earlier.since ?? this.#earlierDay),
                });
                if (novelty !== 'new' || violation.verdict === 'known' || violation.verdict === 'exempt')
                    continue;
                const values = { before: earlier?.found ?? null, after: violation.found };
                const change = { kind: 'new-violation', report, mailbox: address, ...values };
                violationChanges.push(this.#violationChange(change, violation));
            }
        }
        for (const { report, violation } of [...unmatched.values()].flat()) {
            const { rule, verdict, found: before, since = this.#earlierDay } = violation;
            // If the rule is inconclusive for a row, the violation may be there still.
            const isGone = bothRead.has(report) && !doubtful.has(rule) && this.#hasRule(rule);
            if (verdict === 'exempt' || !(isGone || this.#isOfRemovedRule(rule, report, after)))
                continue;
            const change = { kind: 'resolved', report, mailbox: address, before, after: null, since };
            violationChanges.push(this.#violationChange(change, violation));
        }
        changes.push(...oncePerRule(violationChanges));
        return novelties;
    }
    #hasRule(rule) {
        return this.#rules === 'unknown' || this.#rules?.some(({ id }) => id === rule) === true;
    }
    /** Whether a rule was removed, with its report unless this run has read it of the mailbox. */
    #isOfRemovedRule(rule, report, { reports }) {
        const status = reports[this.#names.indexOf(report)]?.status ?? 'ok';
        return status === 'ok' && this.#ruleChangeOf(rule) !== undefined;
    }
    #ruleChangeOf(rule) {
        return this.ruleChanges.find((change) => change.rule === rule);
    }
    /** A new or resolved violation, else that the mailbox violates a rule that only one of both policies has. */
    #violationChange(change, { rule, item, column, verdict }) {
        const ruleChange = this.#ruleChangeOf(rule);
        if (ruleChange !== undefined)
            return { ...ruleChange, mailbox: change.mailbox, verdict };
        return { ...change, item, column, rule, verdict };
    }
    /** The violations of a mailbox in the earlier run, with their reports. */
    #earlierViolations(before) {
        const names = this.#earlier.header.reports.map(({ name }) => name);
        return (before?.reports ?? []).flatMap(({ violations }, index) => violations
            .filter(({ verdict }) => verdict !== 'inconclusive')
            .map((violation) => ({ report: names[index] ?? '', violation })));
    }
}
/** Of the changes of a mailbox that are about a rule as a whole, the last of each rule. */
function oncePerRule(changes) {
    const last = new Map(changes.map((change) => [change.rule, change]));
    return changes.filter((change) => change.isShared !== true || last.get(change.rule) === change);
}
/** The stage of a run that has no earlier one: all violations are found for the first time. */
function firstRunStage(since) {
    const first = (finding) => (finding.verdict === 'inconclusive' ? finding : { ...finding, since });
    return (result) => ({ ...result, reports: result.reports.map((report) => mapFindings(report, first)) });
}
function mapFindings(report, map) {
    if (report.verdict === undefined)
        return report;
    const rules = report.verdict.rules.map((rule) => ({ ...rule, findings: rule.findings.map(map) }));
    const verdict = { ...report.verdict, rules };
    return { ...report, verdict };
}
function isAccess({ name }) {
    return name === _reports_built_in_access_js__WEBPACK_IMPORTED_MODULE_1__/* .access */ .T_.name;
}
/** Equal in two runs if the violation is the same: its value may differ. */
function violationKey({ rule, item, row, column }) {
    return JSON.stringify([rule, item, row, column]);
}
/** An exemption that no longer applies makes a new violation, first found earlier. */
function noveltyOf(earlier, violation) {
    if (earlier.verdict === 'exempt' && violation.verdict !== 'exempt')
        return 'new';
    return (0,_changed_rows_js__WEBPACK_IMPORTED_MODULE_4__/* .isSameCell */ .tJ)(earlier.found, violation.found) ? 'unchanged' : 'updated';
}
function listChange(kind, mailbox) {
    return { kind, report: '', mailbox, item: '', column: '', before: null, after: null };
}


/***/ }),

/***/ 65106:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   $B: () => (/* binding */ ruleChangesOf),
/* harmony export */   Kk: () => (/* binding */ sharedRow),
/* harmony export */   Lb: () => (/* binding */ hasRow),
/* harmony export */   PA: () => (/* binding */ tenantWideChanges)
/* harmony export */ });
/* harmony import */ var _applications_through_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(47122);

// Changes that many mailboxes have for one reason, for which `changes.csv` has one row.
/** The row of `changes.csv` about a change that mailboxes share, with their number instead of values. */
function sharedRow({ change, mailboxes }) {
    const { kind, report, item, column } = change;
    const [before, after] = kind === 'removed' || kind === 'rule-removed' ? [mailboxes, null] : [null, mailboxes];
    return { kind, report, mailbox: '', item, column, before, after, isShared: true };
}
/** Whether a change is a row of `changes.csv` by itself. */
function hasRow({ isShared = false }) {
    return !isShared;
}
/**
 * The rules that only one of two policies has, added ones first, each as a change of no mailbox yet. None if the rules of a policy are
 * not known.
 */
function ruleChangesOf(before, after) {
    if (before === undefined || after === undefined)
        return [];
    return [...lone(after, before, 'rule-added'), ...lone(before, after, 'rule-removed')];
}
function lone(rules, others, kind) {
    const ids = new Set(others.map(({ id }) => id));
    const blank = { mailbox: '', column: '', before: null, after: null };
    return rules
        .filter(({ id }) => !ids.has(id))
        .map(({ id, report }) => ({ ...blank, kind, report, item: id, rule: id, isShared: true }));
}
/** Columns that list applications: `Through` as `throughText` writes them. */
const THROUGH = 'Through';
const DELEGATED = 'Delegated';
/**
 * The applications that reach every mailbox in only one of both runs, of a report with their columns. Each is a change of every
 * mailbox, and has one row of `changes.csv`. Both rows are returned without the items that these changes explain.
 */
function tenantWideChanges(report, mailbox, before, after) {
    // An item that a list shows is certain. That a list lacks it is certain only if the list is fully known.
    const loneItems = (name) => {
        const column = report.columns.find((one) => one.name === name);
        if (column === undefined)
            return [];
        const [was, is] = [textsIn(before.cells[column.before]), textsIn(after.cells[column.after])];
        const [isCompleteBefore, isCompleteNow] = [
            before.incomplete?.has(column.before) !== true,
            after.incomplete?.has(column.after) !== true,
        ];
        return [
            ...is.filter((item) => isCompleteBefore && !was.includes(item)).map((item) => ['added', item]),
            ...was.filter((item) => isCompleteNow && !is.includes(item)).map((item) => ['removed', item]),
        ];
    };
    const through = loneItems(THROUGH).flatMap(([kind, item]) => {
        const parts = (0,_applications_through_js__WEBPACK_IMPORTED_MODULE_0__/* .throughItem */ .dy)(item);
        return parts?.way === _applications_through_js__WEBPACK_IMPORTED_MODULE_0__/* .TENANT_WIDE */ .jR ? [{ kind, item, ...parts }] : [];
    });
    const delegated = loneItems(DELEGATED);
    const explained = new Set([
        ...through.flatMap(({ item, name, appId }) => [item, name, appId, `${name} (${appId})`]),
        ...delegated.map(([, item]) => item),
    ]);
    const common = { report: report.name, mailbox, isShared: true };
    const groups = Map.groupBy(through, ({ kind, name, appId }) => JSON.stringify([kind, name, appId]));
    const changes = [...groups.values()].flatMap((group) => {
        const [first] = group;
        if (first === undefined)
            return [];
        const permissions = group.map(({ permission }) => permission).join(', ');
        const item = (0,_applications_through_js__WEBPACK_IMPORTED_MODULE_0__/* .throughText */ .bB)({ ...first, permission: permissions });
        return [{ ...common, kind: first.kind, item, column: THROUGH, ...values(first.kind, permissions) }];
    });
    return {
        changes: [
            ...changes,
            ...delegated.map(([kind, item]) => ({ ...common, kind, item, column: DELEGATED, ...values(kind, item) })),
        ],
        rows: explained.size === 0 ? [before, after] : [withoutItems(before, explained), withoutItems(after, explained)],
    };
}
function values(kind, value) {
    return kind === 'added' ? { before: null, after: value } : { before: value, after: null };
}
function withoutItems(row, explained) {
    const cells = row.cells.map((cell) => Array.isArray(cell) ? cell.filter((item) => typeof item !== 'string' || !explained.has(item)) : cell);
    return { ...row, cells };
}
function textsIn(cell) {
    return Array.isArray(cell) ? cell.filter((item) => typeof item === 'string') : [];
}


/***/ }),

/***/ 26131:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   g1: () => (/* binding */ downloadRows),
/* harmony export */   t3: () => (/* binding */ reportFolder),
/* harmony export */   wH: () => (/* binding */ unreadableReport)
/* harmony export */ });
/* harmony import */ var node_fs__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(73024);
/* harmony import */ var node_fs__WEBPACK_IMPORTED_MODULE_0___default = /*#__PURE__*/__webpack_require__.n(node_fs__WEBPACK_IMPORTED_MODULE_0__);
/* harmony import */ var node_fs_promises__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(51455);
/* harmony import */ var node_fs_promises__WEBPACK_IMPORTED_MODULE_1___default = /*#__PURE__*/__webpack_require__.n(node_fs_promises__WEBPACK_IMPORTED_MODULE_1__);
/* harmony import */ var node_path__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(76760);
/* harmony import */ var node_path__WEBPACK_IMPORTED_MODULE_2___default = /*#__PURE__*/__webpack_require__.n(node_path__WEBPACK_IMPORTED_MODULE_2__);
/* harmony import */ var node_stream__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(57075);
/* harmony import */ var node_stream__WEBPACK_IMPORTED_MODULE_3___default = /*#__PURE__*/__webpack_require__.n(node_stream__WEBPACK_IMPORTED_MODULE_3__);
/* harmony import */ var node_stream_promises__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(46466);
/* harmony import */ var node_stream_promises__WEBPACK_IMPORTED_MODULE_4___default = /*#__PURE__*/__webpack_require__.n(node_stream_promises__WEBPACK_IMPORTED_MODULE_4__);
/* harmony import */ var node_zlib__WEBPACK_IMPORTED_MODULE_5__ = __webpack_require__(38522);
/* harmony import */ var node_zlib__WEBPACK_IMPORTED_MODULE_5___default = /*#__PURE__*/__webpack_require__.n(node_zlib__WEBPACK_IMPORTED_MODULE_5__);
/* harmony import */ var _errors_js__WEBPACK_IMPORTED_MODULE_6__ = __webpack_require__(83916);
/* harmony import */ var _run_artifact_client_js__WEBPACK_IMPORTED_MODULE_7__ = __webpack_require__(98651);
/* harmony import */ var _rows_file_js__WEBPACK_IMPORTED_MODULE_8__ = __webpack_require__(35923);
/* harmony import */ var _rows_reader_js__WEBPACK_IMPORTED_MODULE_9__ = __webpack_require__(17838);










/** Entries of an archive, of whatever name. */
const MAX_ENTRIES = 1_000;
/** Bytes of an archive. */
const MAX_ARCHIVE_BYTES = 1024 ** 3;
/**
 * The folder with the files of a report: a folder, or a zip, of which the files with the given names are extracted into
 * `temp`. Rejects with an `UnusableRows` if there is no rows file in it.
 *
 * @param temp an empty folder
 * @param names further plain file names
 */
async function reportFolder(place, temp, names = []) {
    const stats = await (0,node_fs_promises__WEBPACK_IMPORTED_MODULE_1__.stat)(place);
    const isFolder = stats.isDirectory();
    // Opening a pipe waits for a writer.
    if (!isFolder && !stats.isFile())
        throw new _rows_reader_js__WEBPACK_IMPORTED_MODULE_9__/* .UnusableRows */ .dj('It is neither a folder nor a regular file.');
    if (!isFolder)
        await extractFiles(place, temp, [_rows_file_js__WEBPACK_IMPORTED_MODULE_8__/* .ROWS_FILE */ .ZX, ...names]);
    const folder = isFolder ? place : temp;
    if (await isFile(node_path__WEBPACK_IMPORTED_MODULE_2___default().join(folder, _rows_file_js__WEBPACK_IMPORTED_MODULE_8__/* .ROWS_FILE */ .ZX)))
        return folder;
    throw new _rows_reader_js__WEBPACK_IMPORTED_MODULE_9__/* .UnusableRows */ .dj(`It has no ${_rows_file_js__WEBPACK_IMPORTED_MODULE_8__/* .ROWS_FILE */ .ZX}. Artifacts of runs of this version of Mailbox Report and later have one.`);
}
/** The UserError `REPORT_UNREADABLE` for a report that a path names. `cause`: why it cannot be opened or read. */
function unreadableReport(place, cause, hint = 'Download the artifact of a run, and name its zip or the folder with its files.') {
    const reason = (0,_errors_js__WEBPACK_IMPORTED_MODULE_6__/* .systemErrorCode */ .vq)(cause) === 'ENOENT'
        ? 'There is no such file or folder.'
        : cause instanceof _rows_reader_js__WEBPACK_IMPORTED_MODULE_9__/* .UnusableRows */ .dj
            ? cause.message
            : `${(0,_errors_js__WEBPACK_IMPORTED_MODULE_6__/* .describeError */ .Uc)(cause)}.`;
    return new _errors_js__WEBPACK_IMPORTED_MODULE_6__/* .UserError */ .yo('REPORT_UNREADABLE', `The report ${place} cannot be used. ${reason}`, { hint, cause });
}
async function isFile(file) {
    try {
        return (await (0,node_fs_promises__WEBPACK_IMPORTED_MODULE_1__.stat)(file)).isFile();
    }
    catch (error) {
        if ((0,_errors_js__WEBPACK_IMPORTED_MODULE_6__/* .systemErrorCode */ .vq)(error) === 'ENOENT')
            return false;
        throw error;
    }
}
/**
 * Downloads an artifact and returns the folder with its rows file. Rejects with an `UnusableRows` if that is not possible, or
 * the archive differs from the one that was uploaded.
 *
 * @param temp an empty folder
 * @param findBy the run of the artifact, if it is another one
 */
async function downloadRows(loadClient, { id, size, digest }, signal, temp, findBy) {
    if (!(size <= MAX_ARCHIVE_BYTES))
        throw new _rows_reader_js__WEBPACK_IMPORTED_MODULE_9__/* .UnusableRows */ .dj('Its archive exceeds 1 GiB.');
    const folder = node_path__WEBPACK_IMPORTED_MODULE_2___default().join(temp, 'archive');
    try {
        await (0,node_fs_promises__WEBPACK_IMPORTED_MODULE_1__.mkdir)(folder);
        const client = await loadClient();
        const options = digest === undefined ? {} : { expectedHash: digest };
        const run = findBy === undefined ? {} : { findBy };
        const { digestMismatch } = await (0,_run_artifact_client_js__WEBPACK_IMPORTED_MODULE_7__/* .unlessAborted */ .Wh)(signal, () => client.downloadArtifact(id, { path: folder, skipDecompress: true, ...options, ...run }));
        if (digest !== undefined && digestMismatch !== false) {
            throw new _rows_reader_js__WEBPACK_IMPORTED_MODULE_9__/* .UnusableRows */ .dj('Its archive does not have the digest that GitHub gives.');
        }
        const [archive, ...others] = await (0,node_fs_promises__WEBPACK_IMPORTED_MODULE_1__.readdir)(folder);
        if (archive === undefined || others.length > 0)
            throw new _rows_reader_js__WEBPACK_IMPORTED_MODULE_9__/* .UnusableRows */ .dj('It is not one archive.');
        return await reportFolder(node_path__WEBPACK_IMPORTED_MODULE_2___default().join(folder, archive), temp);
    }
    catch (error) {
        if (error instanceof _rows_reader_js__WEBPACK_IMPORTED_MODULE_9__/* .UnusableRows */ .dj)
            throw error;
        throw new _rows_reader_js__WEBPACK_IMPORTED_MODULE_9__/* .UnusableRows */ .dj(`It cannot be downloaded: ${(0,_errors_js__WEBPACK_IMPORTED_MODULE_6__/* .describeError */ .Uc)(error)}.`);
    }
}
/**
 * Extracts the files with the given names from a zip into a folder, and nothing else: other names and folders in the
 * archive are ignored. Rejects with an `UnusableRows` if it is no zip, is damaged, or exceeds a limit.
 */
async function extractFiles(zip, folder, names) {
    // Loaded only by runs that have an archive. Bundled CommonJS has no other export than the default one.
    const { default: yauzl } = await __webpack_require__.e(/* import() */ 663).then(__webpack_require__.t.bind(__webpack_require__, 20663, 19));
    try {
        const archive = await yauzl.openPromise(zip, { autoClose: false });
        try {
            if (archive.entryCount > MAX_ENTRIES)
                throw new _rows_reader_js__WEBPACK_IMPORTED_MODULE_9__/* .UnusableRows */ .dj(`The archive has more than ${MAX_ENTRIES} files.`);
            const extracted = new Set();
            for await (const entry of archive.eachEntry()) {
                const { fileName } = entry;
                if (!names.includes(fileName))
                    continue;
                if (extracted.has(fileName))
                    throw new _rows_reader_js__WEBPACK_IMPORTED_MODULE_9__/* .UnusableRows */ .dj(`The archive has ${fileName} twice.`);
                extracted.add(fileName);
                const content = await archive.openReadStreamPromise(entry);
                const file = (0,node_fs__WEBPACK_IMPORTED_MODULE_0__.createWriteStream)(node_path__WEBPACK_IMPORTED_MODULE_2___default().join(folder, fileName), { flags: 'wx' });
                await (0,node_stream_promises__WEBPACK_IMPORTED_MODULE_4__.pipeline)(content, new CheckedContent(entry.crc32), file);
            }
        }
        finally {
            archive.close();
        }
    }
    catch (thrown) {
        const error = (0,_rows_reader_js__WEBPACK_IMPORTED_MODULE_9__/* .unpackingError */ .Z)(thrown);
        throw error instanceof _rows_reader_js__WEBPACK_IMPORTED_MODULE_9__/* .UnusableRows */ .dj
            ? error
            : new _rows_reader_js__WEBPACK_IMPORTED_MODULE_9__/* .UnusableRows */ .dj(`The archive cannot be read: ${(0,_errors_js__WEBPACK_IMPORTED_MODULE_6__/* .describeError */ .Uc)(error)}.`);
    }
}
/** Passes the content of a file on, and fails if it exceeds 16 GiB or has another checksum. */
class CheckedContent extends node_stream__WEBPACK_IMPORTED_MODULE_3__.Transform {
    #expected;
    #bytes = 0;
    #checksum = 0;
    constructor(checksum) {
        super();
        this.#expected = checksum;
    }
    _transform(chunk, _, done) {
        this.#bytes += chunk.length;
        this.#checksum = (0,node_zlib__WEBPACK_IMPORTED_MODULE_5__.crc32)(chunk, this.#checksum);
        if (this.#bytes > _rows_file_js__WEBPACK_IMPORTED_MODULE_8__/* .MAX_FILE_BYTES */ .gZ)
            done(new _rows_reader_js__WEBPACK_IMPORTED_MODULE_9__/* .UnusableRows */ .dj('A file in the archive exceeds 16 GiB.'));
        else
            done(null, chunk);
    }
    _flush(done) {
        done(this.#checksum === this.#expected ? null : new _rows_reader_js__WEBPACK_IMPORTED_MODULE_9__/* .UnusableRows */ .dj('The archive is damaged.'));
    }
}


/***/ }),

/***/ 17838:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   Mh: () => (/* binding */ requireWholeRun),
/* harmony export */   Z: () => (/* binding */ unpackingError),
/* harmony export */   Z9: () => (/* binding */ readMailboxes),
/* harmony export */   ay: () => (/* binding */ readHeader),
/* harmony export */   cI: () => (/* binding */ readRun),
/* harmony export */   dj: () => (/* binding */ UnusableRows),
/* harmony export */   i2: () => (/* binding */ parseMailbox),
/* harmony export */   sb: () => (/* binding */ mailboxesIn)
/* harmony export */ });
/* harmony import */ var node_fs__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(73024);
/* harmony import */ var node_fs__WEBPACK_IMPORTED_MODULE_0___default = /*#__PURE__*/__webpack_require__.n(node_fs__WEBPACK_IMPORTED_MODULE_0__);
/* harmony import */ var node_stream__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(57075);
/* harmony import */ var node_stream__WEBPACK_IMPORTED_MODULE_1___default = /*#__PURE__*/__webpack_require__.n(node_stream__WEBPACK_IMPORTED_MODULE_1__);
/* harmony import */ var node_zlib__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(38522);
/* harmony import */ var node_zlib__WEBPACK_IMPORTED_MODULE_2___default = /*#__PURE__*/__webpack_require__.n(node_zlib__WEBPACK_IMPORTED_MODULE_2__);
/* harmony import */ var _errors_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(83916);
/* harmony import */ var _files_json_shape_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(30601);
/* harmony import */ var _json_js__WEBPACK_IMPORTED_MODULE_9__ = __webpack_require__(8301);
/* harmony import */ var _mailboxes_mailbox_js__WEBPACK_IMPORTED_MODULE_10__ = __webpack_require__(6404);
/* harmony import */ var _mailboxes_shard_js__WEBPACK_IMPORTED_MODULE_5__ = __webpack_require__(74492);
/* harmony import */ var _reports_row_identity_js__WEBPACK_IMPORTED_MODULE_6__ = __webpack_require__(53894);
/* harmony import */ var _rows_file_js__WEBPACK_IMPORTED_MODULE_7__ = __webpack_require__(35923);
/* harmony import */ var _rows_shape_js__WEBPACK_IMPORTED_MODULE_8__ = __webpack_require__(40136);











/** Bytes of the first line: the whole list, whose files have at most 100 MB. */
const MAX_HEADER_BYTES = 256 * 1024 ** 2;
/** Levels of nesting in a line. A response has at most 200. */
const MAX_NESTING = 300;
const NEWLINE = 0x0a;
/** Why a rows file, or its artifact, cannot be used. The message is a sentence. */
class UnusableRows extends Error {
    name = 'UnusableRows';
}
/** The error of unpacking a file to the disk. */
function unpackingError(error) {
    const isFull = ['ENOSPC', 'EDQUOT'].includes((0,_errors_js__WEBPACK_IMPORTED_MODULE_3__/* .systemErrorCode */ .vq)(error));
    return isFull ? new UnusableRows('The disk is full, so that it cannot be unpacked.') : error;
}
/** Reads the first line. Rejects with an `UnusableRows` if the file is no rows file, or one of another version. */
async function readHeader(file) {
    const line = await firstLine(file);
    return { ...runOf(line), list: listOf(shaped(_rows_shape_js__WEBPACK_IMPORTED_MODULE_8__/* .LIST */ .rl, (0,_json_js__WEBPACK_IMPORTED_MODULE_9__/* .property */ .MZ)(line, 'list'))) };
}
/** The same with only a digest of the list. Rejects as `readHeader` does, but for the list, which it does not check. */
async function readRun(file) {
    const line = await firstLine(file);
    const list = (0,_json_js__WEBPACK_IMPORTED_MODULE_9__/* .property */ .MZ)(line, 'list') ?? null;
    return { ...runOf(line), listDigest: (0,_rows_file_js__WEBPACK_IMPORTED_MODULE_7__/* .digestOf */ .ol)((0,_json_js__WEBPACK_IMPORTED_MODULE_9__/* .property */ .MZ)(list, 'listed') === undefined ? list : filesPart(list)) };
}
/** What is the same in all shards with `mailboxes: all`. */
function filesPart(list) {
    const { files, columns, mailboxes, listed } = listOf(shaped(_rows_shape_js__WEBPACK_IMPORTED_MODULE_8__/* .LIST */ .rl, list));
    return { files, columns, mailboxes: mailboxes.slice(0, listed), all: true };
}
async function firstLine(file) {
    for await (const line of linesOf(file))
        return parsed(line);
    throw endsEarly();
}
/**
 * Reads the last line, and counts the others. Undefined if the file is cut or damaged, which `readMailboxes` says at the place: what
 * precedes it can be used.
 */
async function readEnd(file) {
    let [lines, last] = [0, ''];
    try {
        for await (const line of linesOf(file)) {
            lines += 1;
            last = line;
        }
        return { end: shaped(_rows_shape_js__WEBPACK_IMPORTED_MODULE_8__/* .END */ .Kp, parsed(last)), mailboxes: lines - 2 };
    }
    catch (error) {
        if (error instanceof UnusableRows)
            return undefined;
        throw error;
    }
}
/** Rejects with an `UnusableRows` for a file whose run was cancelled, or whose last line does not count its mailboxes. */
async function requireWholeRun(file) {
    const { end, mailboxes } = (await readEnd(file)) ?? {};
    if (end === undefined)
        return;
    if (end.cancelled)
        throw new UnusableRows('Its run was cancelled.');
    const { counts } = end;
    if (counts.mailboxes !== mailboxes || counts.read + counts.unreadable !== mailboxes) {
        throw new UnusableRows('Its counts do not add up.');
    }
}
/** The mailboxes that a file has, in its order. Throws an `UnusableRows` for a position that the list does not have. */
function mailboxesIn({ list, shard, positions, }) {
    if (positions === undefined) {
        const { start, end } = (0,_mailboxes_shard_js__WEBPACK_IMPORTED_MODULE_5__/* .shardRange */ .uk)(list.length, shard ?? { number: 1, of: 1 });
        return list.mailboxes.slice(start, end);
    }
    return positions.map((position) => {
        const mailbox = list.mailboxes[position];
        if (mailbox !== undefined)
            return mailbox;
        throw malformed();
    });
}
/**
 * Reads the mailboxes, in list order, and checks the whole file. Rejects with an `UnusableRows` if it is cut or damaged, exceeds
 * a limit, or does not have each mailbox of the header's list, after the mailboxes that precede the problem.
 *
 * @param header as `readHeader` returned it
 * @param onEnd receives the last line after the last mailbox
 * @param isWanted whether to return the mailbox of a line. Other lines are not parsed
 */
async function* readMailboxes(file, header, onEnd, isWanted = () => true) {
    const expected = mailboxesIn(header);
    const end = expected.length;
    let position = -1;
    let last;
    for await (const line of linesOf(file)) {
        if (last !== undefined)
            throw malformed();
        const address = expected[position]?.address;
        if (address !== undefined) {
            if (isWanted(address, line)) {
                const mailbox = parseMailbox(line, header.reports);
                if (mailbox.address !== address)
                    throw malformed();
                yield { mailbox, line };
            }
        }
        else if (position === end) {
            last = shaped(_rows_shape_js__WEBPACK_IMPORTED_MODULE_8__/* .END */ .Kp, parsed(line));
            if (last.counts.mailboxes !== end)
                throw malformed();
        }
        position += 1;
    }
    if (last === undefined)
        throw endsEarly();
    onEnd(last);
}
/** The lines of a compressed file, without their line ends. */
async function* linesOf(file) {
    const gunzip = (0,node_zlib__WEBPACK_IMPORTED_MODULE_2__.createGunzip)();
    // Errors of the file arrive at the iterator, too.
    (0,node_stream__WEBPACK_IMPORTED_MODULE_1__.pipeline)((0,node_fs__WEBPACK_IMPORTED_MODULE_0__.createReadStream)(file), gunzip, () => undefined);
    const chunks = gunzip;
    let parts = [];
    let [bytes, length, most] = [0, 0, MAX_HEADER_BYTES];
    const take = (part) => {
        parts.push(part);
        length += part.length;
        if (length > most)
            throw new UnusableRows('A line in it is too long.');
    };
    try {
        for await (const chunk of chunks) {
            bytes += chunk.length;
            if (bytes > _rows_file_js__WEBPACK_IMPORTED_MODULE_7__/* .MAX_FILE_BYTES */ .gZ)
                throw new UnusableRows('It exceeds 16 GiB.');
            let start = 0;
            for (let end = chunk.indexOf(NEWLINE); end !== -1; end = chunk.indexOf(NEWLINE, start)) {
                take(chunk.subarray(start, end));
                yield Buffer.concat(parts).toString('utf8');
                [parts, length, most, start] = [[], 0, _rows_file_js__WEBPACK_IMPORTED_MODULE_7__/* .MAX_LINE_BYTES */ .Oc, end + 1];
            }
            if (start < chunk.length)
                take(chunk.subarray(start));
        }
    }
    catch (error) {
        if (error instanceof UnusableRows)
            throw error;
        throw new UnusableRows(`It cannot be decompressed: ${(0,_errors_js__WEBPACK_IMPORTED_MODULE_3__/* .describeError */ .Uc)(error)}.`);
    }
    if (length > 0)
        throw new UnusableRows('It ends inside a line.');
}
function parsed(line) {
    try {
        const value = (0,_json_js__WEBPACK_IMPORTED_MODULE_9__/* .parseJson */ .qF)(line);
        if (!(0,_json_js__WEBPACK_IMPORTED_MODULE_9__/* .isNestedDeeper */ .Ff)(value, MAX_NESTING))
            return value;
    }
    catch {
        // The reason would be about a line that people do not see.
    }
    throw malformed();
}
function shaped(shape, value) {
    if (shape(value))
        return value;
    throw malformed();
}
function runOf(line) {
    if ((0,_json_js__WEBPACK_IMPORTED_MODULE_9__/* .property */ .MZ)(line, 'format') !== _rows_shape_js__WEBPACK_IMPORTED_MODULE_8__/* .ROWS_FORMAT */ .I2)
        throw new UnusableRows('It is not a rows file of Mailbox Report.');
    if ((0,_json_js__WEBPACK_IMPORTED_MODULE_9__/* .property */ .MZ)(line, 'version') !== _rows_shape_js__WEBPACK_IMPORTED_MODULE_8__/* .ROWS_VERSION */ .vi) {
        throw new UnusableRows('Another version of Mailbox Report wrote it.');
    }
    const header = shaped(_rows_shape_js__WEBPACK_IMPORTED_MODULE_8__/* .RUN */ .oq, line);
    const { productVersion, tenant, cloud, shown, run, policy, rules, shard, positions, certificate } = header;
    const { id, attempt, url, started } = run;
    return {
        productVersion,
        tenant,
        cloud,
        shown,
        run: { id, attempt, url, started: new Date(started) },
        policy,
        rules,
        shard,
        positions,
        certificate: certificate && { notAfter: new Date(certificate.expires), thumbprint: certificate.thumbprint },
        reports: header.reports.map(reportOf),
        history: (header.history ?? []).map(({ url, started, counts }) => ({ url, started: new Date(started), counts })),
    };
}
/** Older files have neither limits nor the columns that name a row. */
function reportOf({ limits = {}, item, ...report }) {
    const { columns, manyRows } = report;
    const itemNames = item ?? (manyRows ? columns.slice(0, 1) : []);
    if ((0,_reports_row_identity_js__WEBPACK_IMPORTED_MODULE_6__/* .itemPositions */ .Gd)(itemNames, columns) === undefined)
        throw malformed();
    return { ...report, limits, item: itemNames };
}
function listOf({ files, columns, mailboxes: groups, listed, duplicateCount, duplicates, }) {
    const mailboxes = groups.flatMap(({ file, addresses, lines }) => addresses.map((address, index) => ({ address, file, line: shaped(_files_json_shape_js__WEBPACK_IMPORTED_MODULE_4__/* .isWhole */ .wP, lines[index]) })));
    const list = (0,_mailboxes_mailbox_js__WEBPACK_IMPORTED_MODULE_10__/* .mailboxList */ .h7)(mailboxes, files, columns ?? []);
    if (list.length === 0 || list.duplicateCount > 0)
        throw malformed();
    return { ...list, duplicateCount, duplicates, listed };
}
/** Parses the line of a mailbox. Throws an `UnusableRows`. */
function parseMailbox(line, reports) {
    const { mailbox: address, columns, reports: results } = shaped(_rows_shape_js__WEBPACK_IMPORTED_MODULE_8__/* .MAILBOX */ .bG, parsed(line));
    if (results.length !== reports.length)
        throw malformed();
    return { address, columns, reports: results.map((result, index) => resultOf(result, reports[index])) };
}
function resultOf({ status, error = '', rows: storedRows = [], violations = [] }, report) {
    const width = report?.columns.length ?? 0;
    const rows = storedRows.map((row) => rowOf(row, width));
    if (report?.manyRows === false && rows.length !== (status === 'ok' ? 1 : 0))
        throw malformed();
    const failedRow = rows.find((row) => row.status !== 'ok');
    if (rows.length > 0 && status !== (failedRow?.status ?? 'ok'))
        throw malformed();
    return { status, error, rows, violations: violations.map(violationOf) };
}
function rowOf({ cells, unknown = [], notApplicable = [], status = 'ok', error = '', id, identity }, width) {
    if (cells.length !== width || [...unknown, ...notApplicable].some((index) => index >= width))
        throw malformed();
    const setOf = (positions) => (positions.length === 0 ? undefined : new Set(positions));
    return { cells, incomplete: setOf(unknown), notApplicable: setOf(notApplicable), status, error, id, identity };
}
/** Older files have no digest of the row. */
function violationOf({ row = '', found = null, ...violation }) {
    return { ...violation, row, found };
}
function endsEarly() {
    return new UnusableRows('It ends early.');
}
function malformed() {
    return new UnusableRows('It has a malformed line.');
}


/***/ })

};
