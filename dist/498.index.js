export const id = 498;
export const ids = [498];
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
/* harmony import */ var _shared_changes_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(65106);



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
        const application = column === _shared_changes_js__WEBPACK_IMPORTED_MODULE_2__/* .DELEGATED */ .kw ? `${item}, as the signed-in user` : item;
        return [verb, { about: number, rows: { report: 'changes', conditions } }, ': ', application];
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
/* harmony export */   PA: () => (/* binding */ tenantWideChanges),
/* harmony export */   kw: () => (/* binding */ DELEGATED)
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


/***/ })

};
