export const id = 320;
export const ids = [320,227];
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
/** Characters of a long value before the first that differs. */
const SHOWN_BEFORE_DIFFERENCE = 30;
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
    /** Tables about the tenant with a changed cell or an added or removed row. */
    changedTables = 0;
    addedMailboxes = 0;
    removedMailboxes = 0;
    /** Mailboxes of which the earlier run did not read everything that this one has read. */
    notComparedMailboxes = 0;
    #examples = {
        'new-violation': { violations: [], warnings: [], known: [] },
        resolved: { violations: [], warnings: [], known: [] },
    };
    #rows = { 'new-violation': 0, resolved: 0 };
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
        if (this.#addAll(changes, reports))
            this.changedMailboxes += 1;
    }
    /** Adds the changes of a table, which counts as a mailbox in its groups. */
    addTable({ changes = [], verdict }) {
        if (this.#addAll(changes, [{ verdict }]))
            this.changedTables += 1;
    }
    /** Returns whether a cell is changed, or a row added or removed. */
    #addAll(changes, reports) {
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
                this.#rows[kind] += 1;
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
        return groups.size > 0;
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
    /** How many rows of `changes.csv` are new or resolved violations of rules that both policies have: those of `examples` and the others. */
    rowsOf(kind) {
        return this.#rows[kind];
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
    const { rule, verdict, mailbox, report, item, column, before, after, since = '' } = change;
    const text = (whole) => (0,_text_display_js__WEBPACK_IMPORTED_MODULE_1__/* .shortened */ .vI)((0,_text_display_js__WEBPACK_IMPORTED_MODULE_1__/* .withoutId */ .Gh)(whole), LONGEST_TEXT);
    return {
        rule: rule ?? '',
        isWarning: verdict === 'warn',
        mailbox,
        report,
        item: text(item),
        column,
        ...shownValues((0,_text_display_js__WEBPACK_IMPORTED_MODULE_1__/* .cellText */ .Ie)(before), (0,_text_display_js__WEBPACK_IMPORTED_MODULE_1__/* .cellText */ .Ie)(after)),
        message,
        since: text(since),
    };
}
/** Two values, cut so that what is shown differs if the values do: at the end, else also before the first difference. */
function shownValues(...values) {
    const [before, after] = [(0,_text_display_js__WEBPACK_IMPORTED_MODULE_1__/* .withoutId */ .Gh)(values[0]), (0,_text_display_js__WEBPACK_IMPORTED_MODULE_1__/* .withoutId */ .Gh)(values[1])];
    const cut = (value, from) => (0,_text_display_js__WEBPACK_IMPORTED_MODULE_1__/* .shortened */ .vI)(from === 0 ? value : `…${value.slice(from).replace(/^[\uDC00-\uDFFF]/, '')}`, LONGEST_TEXT);
    const same = cut(before, 0) === cut(after, 0) ? sharedLength(before, after) : 0;
    const from = before === after ? 0 : Math.max(0, same - SHOWN_BEFORE_DIFFERENCE);
    return { before: cut(before, from), after: cut(after, from) };
}
/** How many characters at the start of two texts are equal: whole ones, in UTF-16 units. */
function sharedLength(one, other) {
    let length = 0;
    for (const character of one) {
        if (!other.startsWith(character, length))
            break;
        length += character.length;
    }
    return length;
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
/* harmony import */ var _text_numbers_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(92613);
/* harmony import */ var _version_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(311);
/* harmony import */ var _change_counts_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(87128);
/* harmony import */ var _shared_changes_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(65106);




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
    if (ageMs >= _text_numbers_js__WEBPACK_IMPORTED_MODULE_2__/* .DAY_MS */ .sO)
        return ` (${(0,_text_numbers_js__WEBPACK_IMPORTED_MODULE_2__/* .counted */ .hS)(Math.floor(ageMs / _text_numbers_js__WEBPACK_IMPORTED_MODULE_2__/* .DAY_MS */ .sO), 'day', 'days')} ago)`;
    if (ageMs >= HOUR)
        return ` (${(0,_text_numbers_js__WEBPACK_IMPORTED_MODULE_2__/* .counted */ .hS)(Math.floor(ageMs / HOUR), 'hour', 'hours')} ago)`;
    return ` (${(0,_text_numbers_js__WEBPACK_IMPORTED_MODULE_2__/* .counted */ .hS)(Math.max(0, Math.floor(ageMs / MINUTE)), 'minute', 'minutes')} ago)`;
}
/** What differs, in numbers: `new: 1 violation, 2 warnings; resolved: 2 violations; 14 mailboxes changed`. */
function differenceText(counts, comparesViolations) {
    const { changedMailboxes, changedTables, addedMailboxes, removedMailboxes, notComparedMailboxes } = counts;
    const violationsText = `new: ${(0,_change_counts_js__WEBPACK_IMPORTED_MODULE_3__/* .severitiesText */ .jB)(counts.new)}; resolved: ${(0,_change_counts_js__WEBPACK_IMPORTED_MODULE_3__/* .severitiesText */ .jB)(counts.resolved)}; `;
    const mailboxesText = [
        `${(0,_text_numbers_js__WEBPACK_IMPORTED_MODULE_2__/* .counted */ .hS)(changedMailboxes, 'mailbox', 'mailboxes')} changed`,
        ...(addedMailboxes === 0 ? [] : [`${(0,_text_numbers_js__WEBPACK_IMPORTED_MODULE_2__/* .count */ .U9)(addedMailboxes)} added`]),
        ...(removedMailboxes === 0 ? [] : [`${(0,_text_numbers_js__WEBPACK_IMPORTED_MODULE_2__/* .count */ .U9)(removedMailboxes)} removed`]),
        ...(notComparedMailboxes === 0 ? [] : [`${(0,_text_numbers_js__WEBPACK_IMPORTED_MODULE_2__/* .count */ .U9)(notComparedMailboxes)} not compared`]),
        ...(changedTables === 0 ? [] : [`${(0,_text_numbers_js__WEBPACK_IMPORTED_MODULE_2__/* .counted */ .hS)(changedTables, 'table', 'tables')} changed`]),
    ].join(', ');
    return `${comparesViolations ? violationsText : ''}${mailboxesText}`;
}
/** What differs, for the summary and the page. */
function changeSections(differences, view) {
    const { source, ageMs, counts, comparesViolations } = differences;
    const earlier = source.kind === 'run' ? { link: sourceText(source), url: source.url } : { code: source.path };
    const text = `${ageText(ageMs)}: ${differenceText(counts, comparesViolations)}`;
    const sentence = { paragraph: ['Compared with ', earlier, text] };
    const changes = changesSection(differences, view);
    return [
        { section: { ...changes, blocks: [sentence] }, summary: 'compared', as: 'untitled' },
        { section: newViolationsSection(counts, view), summary: 'new', as: 'untitled', page: 'new' },
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
function newViolationsSection(counts, view) {
    const listed = violations('new-violation', counts, view);
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
        const number = (0,_text_numbers_js__WEBPACK_IMPORTED_MODULE_2__/* .counted */ .hS)(mailboxes, 'mailbox', 'mailboxes');
        if (kind === 'rule-removed')
            return ['Rule removed: ', { code: item }, `, which ${number} violated.`];
        if (kind === 'rule-added') {
            const about = (0,_text_numbers_js__WEBPACK_IMPORTED_MODULE_2__/* .counted */ .hS)(mailboxes, 'mailbox violates', 'mailboxes violate');
            const rows = { report: 'violations', conditions: [{ column: 'Rule', is: item }] };
            return ['Rule added: ', { code: item }, ', which ', { about, rows }, '.'];
        }
        const conditions = [
            { column: 'Report', is: report },
            { column: 'Column', is: column },
        ];
        const verb = kind === 'added' ? 'New application for ' : 'Application gone for ';
        const application = column === _shared_changes_js__WEBPACK_IMPORTED_MODULE_1__/* .DELEGATED */ .kw ? `${item}, as the signed-in user` : item;
        return [verb, { about: number, rows: { report: 'changes', conditions } }, ': ', application];
    });
    return items.length === 0 ? [] : [{ items }];
}
/**
 * The resolved violations, and the most frequent changes. With `counts` only how often what changed, without
 * values: they may name mailboxes.
 */
function changesSection(differences, view) {
    const { counts, notes } = differences;
    const { groups } = counts;
    return {
        ...NAMES,
        folded: NAMES.title,
        blocks: [
            ...violations('resolved', counts, view),
            ...shared(['rule-removed', 'removed'], counts),
            ...(groups.length === 0 ? [] : [...changes(groups, view.detail), HISTORY]),
            ...notes.map((note) => ({ paragraph: note })),
        ],
    };
}
/** How to look further back. */
const HISTORY = { paragraph: ['Older changes, at a terminal: ', { code: `${_version_js__WEBPACK_IMPORTED_MODULE_0__/* .COMMAND */ .Wr} history ADDRESS` }] };
const NEW = { report: 'violations', view: 'new' };
/** The first new or resolved violations. None with `counts`, since they name mailboxes. */
function violations(kind, counts, { detail, hasPage }) {
    const all = counts.examples(kind);
    if (all.length === 0 || detail === 'counts')
        return [];
    const isNew = kind === 'new-violation';
    const label = `${isNew ? 'New' : 'Resolved'}: ${(0,_change_counts_js__WEBPACK_IMPORTED_MODULE_3__/* .severitiesText */ .jB)(isNew ? counts.new : counts.resolved)}`;
    const rows = all.map(({ mailbox, report, rule, isWarning, item, column, before, message, since }) => ({
        cells: [
            mailbox === '' ? report : { mailbox },
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
        {
            table: {
                label,
                columns,
                rows,
                unit: ['row', 'rows'],
                open: OPEN_ROWS,
                more: counts.rowsOf(kind) - rows.length,
                moreIn: hasPage ? 'the page' : 'changes.csv',
            },
        },
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
                (0,_text_numbers_js__WEBPACK_IMPORTED_MODULE_2__/* .count */ .U9)(mailboxes),
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
function example({ mailbox, report, item, before, after, column }) {
    const values = column === '' ? '' : `: ${orBlank(before)} → ${orBlank(after)}`;
    return [mailbox === '' ? report : { mailbox }, `${item === '' ? '' : `, ${item}`}${values}`];
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
            number: (0,_change_counts_js__WEBPACK_IMPORTED_MODULE_3__/* .totalOf */ .e6)(counts.resolved),
            unit: ['resolved', 'resolved'],
            note: (0,_change_counts_js__WEBPACK_IMPORTED_MODULE_3__/* .severitiesText */ .jB)(counts.resolved),
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
/* harmony import */ var _reports_row_view_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(20573);
/* harmony import */ var _store_stored_definition_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(49554);
/* harmony import */ var _text_display_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(24745);




/** How the rows of two runs are compared; undefined if they are by different definitions of what a row is. */
function comparedReport(before, after) {
    if (before.digests.row !== after.digests.row)
        return undefined;
    const columns = after.columns
        .map((name, index) => ({
        name,
        before: (0,_store_stored_definition_js__WEBPACK_IMPORTED_MODULE_2__/* .positionIn */ .Nu)(before, name, after.digests),
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
    const redefined = after.columns.filter((name) => before.columns.includes(name) && columns.every((column) => column.name !== name));
    const [was, is] = [(0,_reports_row_identity_js__WEBPACK_IMPORTED_MODULE_0__/* .itemPositions */ .Gd)(after.item, before.columns), (0,_reports_row_identity_js__WEBPACK_IMPORTED_MODULE_0__/* .itemPositions */ .Gd)(after.item, after.columns)];
    const isNamedAlike = !after.item.flat().some((name) => redefined.includes(name));
    const item = was && is && is.length > 0 && isNamedAlike ? { before: was, after: is } : undefined;
    return { name: after.name, manyRows: after.manyRows, columns, item, missing: ofOneRun, redefined };
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
            if (column.ignored || isSameCell(cellBefore, cellNow))
                continue;
            if (hasNoValue(was, column.before) || hasNoValue(is, column.after))
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
    const isBlank = (row, side) => columns.every((column) => (0,_text_display_js__WEBPACK_IMPORTED_MODULE_3__/* .cellText */ .Ie)(row.cells[column[side]]) === '');
    const unmatched = Map.groupBy(before.filter((row) => !isBlank(row, 'before')), (row) => (0,_reports_row_identity_js__WEBPACK_IMPORTED_MODULE_0__/* .itemText */ .rv)(itemPair.before, row));
    // A row whose name is not known, such as that of a group with unknown members, may be any row of the other run.
    const isOpen = (rows, positions) => rows.some((row) => (0,_reports_row_identity_js__WEBPACK_IMPORTED_MODULE_0__/* .hasUnknownItem */ .iU)(positions, row));
    const [mayHaveBeen, mayBe] = [isOpen(before, itemPair.before), isOpen(after, itemPair.after)];
    const common = { report: name, mailbox, column: '' };
    const repeats = ({ cells }, side) => isRepeated((name) => {
        const column = columns.find((one) => one.name === name);
        return column === undefined ? '' : (0,_text_display_js__WEBPACK_IMPORTED_MODULE_3__/* .cellText */ .Ie)(cells[column[side]]);
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
    return one === other || (0,_text_display_js__WEBPACK_IMPORTED_MODULE_3__/* .cellText */ .Ie)(one) === (0,_text_display_js__WEBPACK_IMPORTED_MODULE_3__/* .cellText */ .Ie)(other);
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
        .map((column) => ({ name: column.name, text: (0,_text_display_js__WEBPACK_IMPORTED_MODULE_3__/* .cellText */ .Ie)(cells[column[side]]) }))
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
function hasNoValue(row, at) {
    return !(0,_reports_row_view_js__WEBPACK_IMPORTED_MODULE_1__/* .cellAt */ .G0)(row, at).isKnown || row.notApplicable?.has(at) === true;
}


/***/ }),

/***/ 80694:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  am: () => (/* binding */ findEarlierReport),
  Q_: () => (/* binding */ openLatest),
  MW: () => (/* binding */ openReportAt)
});

// UNUSED EXPORTS: incomparable

// EXTERNAL MODULE: external "node:path"
var external_node_path_ = __webpack_require__(76760);
var external_node_path_default = /*#__PURE__*/__webpack_require__.n(external_node_path_);
// EXTERNAL MODULE: ./src/errors.ts
var errors = __webpack_require__(83916);
// EXTERNAL MODULE: external "node:crypto"
var external_node_crypto_ = __webpack_require__(77598);
// EXTERNAL MODULE: external "node:fs"
var external_node_fs_ = __webpack_require__(73024);
// EXTERNAL MODULE: external "node:fs/promises"
var promises_ = __webpack_require__(51455);
// EXTERNAL MODULE: external "node:stream/promises"
var external_node_stream_promises_ = __webpack_require__(46466);
// EXTERNAL MODULE: ./node_modules/undici/index.js
var undici = __webpack_require__(46752);
// EXTERNAL MODULE: ./src/files/rename.ts
var rename = __webpack_require__(3353);
// EXTERNAL MODULE: ./src/files/temp-folder.ts
var temp_folder = __webpack_require__(82766);
// EXTERNAL MODULE: ./src/http/download.ts
var download = __webpack_require__(92322);
// EXTERNAL MODULE: ./src/http/machine.ts
var machine = __webpack_require__(87101);
// EXTERNAL MODULE: ./src/http/retrying.ts
var retrying = __webpack_require__(91952);
// EXTERNAL MODULE: ./src/http/secure-url.ts
var secure_url = __webpack_require__(28347);
// EXTERNAL MODULE: ./src/github/client.ts
var client = __webpack_require__(96584);
;// CONCATENATED MODULE: ./src/github/artifact-download.ts













const RETRY = { first: 1_000, longest: 8_000, attempts: 5 };
const MAX_MS = 900_000;
/**
 * Downloads the archive of an artifact into a file, which is complete whenever it is there. GitHub redirects to a signed URL of the
 * storage, which receives no token. Returns whether the archive has a digest, in hex; there is no file otherwise. Rejects with a GitHubError if
 * GitHub does not redirect, as the file system does, and with the signal's reason.
 */
async function downloadArtifact(repository, { id, digest }, file) {
    const url = await archiveUrl(repository, id);
    const temp = await (0,promises_.mkdtemp)(external_node_path_default().join(external_node_path_default().dirname(file), '.download-'));
    try {
        const part = external_node_path_default().join(temp, 'artifact.zip');
        if ((await downloadTo(part, url, repository)) !== digest)
            return false;
        (0,rename/* renameFile */.H)(part, file);
        return true;
    }
    finally {
        await (0,temp_folder/* removeTemp */.DO)(temp);
    }
}
async function archiveUrl(repository, id) {
    const answer = await repository.send(`/actions/artifacts/${id}/zip`);
    const { status, location } = answer;
    if (status < 300 || status >= 400)
        throw new client/* GitHubError */.y_(answer);
    if (location === undefined || !(0,secure_url/* isConfidential */.F)(location))
        throw new Error('GitHub does not give the artifact.');
    return location;
}
/** Downloads a file, again from its start after a fault of the host or the network. Returns its SHA-256 in hex. */
async function downloadTo(file, url, { github }) {
    const { dispatcher } = github.network;
    const result = await (0,machine.within)(MAX_MS, github.network, (signal) => (0,retrying/* retrying */.R$)(async () => {
        const hash = (0,external_node_crypto_.createHash)('sha256');
        const hashed = async function* () {
            for await (const chunk of (0,download/* download */.R)(url, { dispatcher, signal })) {
                hash.update(chunk);
                yield chunk;
            }
        };
        try {
            await (0,external_node_stream_promises_.pipeline)(hashed, (0,external_node_fs_.createWriteStream)(file));
            return { result: { sha256: hash.digest('hex') } };
        }
        catch (error) {
            return { result: { error }, retry: isFinal(error) ? undefined : { rule: RETRY } };
        }
    }, { ...github.network, signal }));
    if ('error' in result)
        throw result.error;
    return result.sha256;
}
function isFinal(error) {
    if (error instanceof download/* HostError */.d)
        return error.status < 500 && error.status !== 429;
    return error instanceof undici.errors.ResponseExceededMaxSizeError;
}

// EXTERNAL MODULE: ./src/mailboxes/list.ts + 5 modules
var list = __webpack_require__(29258);
// EXTERNAL MODULE: ./src/text/display.ts
var display = __webpack_require__(24745);
// EXTERNAL MODULE: ./src/run/log.ts
var run_log = __webpack_require__(23503);
// EXTERNAL MODULE: ./src/text/numbers.ts
var numbers = __webpack_require__(92613);
// EXTERNAL MODULE: ./src/store/indexed-report.ts
var indexed_report = __webpack_require__(4863);
// EXTERNAL MODULE: ./src/store/kept-report.ts
var kept_report = __webpack_require__(51836);
// EXTERNAL MODULE: ./src/store/report-files.ts + 1 modules
var report_files = __webpack_require__(68186);
// EXTERNAL MODULE: ./src/compare/earlier-run.ts
var earlier_run = __webpack_require__(20611);
// EXTERNAL MODULE: ./src/store/rows-reader.ts
var rows_reader = __webpack_require__(17838);
;// CONCATENATED MODULE: ./src/compare/earlier-report.ts












/** Archives of runs that are downloaded until one can be compared. */
const MAX_DOWNLOADS = 10;
/**
 * Opens a report that lies on the disk: a folder, or a zip. Never rejects for what it finds there.
 *
 * @param placeText how messages name it
 * @param tempFolder where temporary files may be
 */
async function openReportAt(place, placeText, tempFolder, run) {
    try {
        const report = await openComparable(await report_files/* ReportFiles */.yD.open(place, { tempFolder }), run);
        return { kind: 'found', source: { kind: 'path', path: placeText }, report, skipped: [] };
    }
    catch (error) {
        if (error instanceof errors/* UserError */.yo)
            throw error;
        if ((0,errors/* systemErrorCode */.vq)(error) === 'ENOENT') {
            const words = 'Use the path of an earlier report, or "auto", "required" or "off".';
            return { kind: 'unavailable', reason: `There is no folder or zip ${(0,display/* shownText */.f$)(placeText)}. ${words}` };
        }
        const reason = error instanceof rows_reader/* UnusableRows */.dj ? error.message : `It cannot be read: ${(0,errors/* describeError */.Uc)(error)}.`;
        return { kind: 'unavailable', reason: `The earlier report ${placeText} cannot be used. ${reason}` };
    }
}
/**
 * Finds, downloads and opens the report of the latest earlier run that was not cancelled and read at least half of its
 * mailboxes: in comparison with any other, violations of mailboxes that it did not read would never be new. Errors are results: it
 * never rejects. The token is sent to GitHub's API, which gives a signed address of the storage.
 */
function findEarlierReport(options) {
    const place = (0,earlier_run/* searchPlace */.Qv)(options);
    if (place.kind !== 'place')
        return Promise.resolve(place);
    return (0,run_log/* logGroup */.QT)(options.log, 'Earlier report', () => openLatest((0,earlier_run/* findArtifacts */.n1)(place), place, options));
}
/**
 * Opens the first of some artifacts that was not cancelled and read at least half of its mailboxes. Never rejects.
 *
 * @param place where the artifacts are
 */
async function openLatest(artifacts, place, options) {
    const skipped = [];
    for (;;) {
        const { done, value: earlier } = await artifacts.next();
        if (done === true) {
            options.log.info('There is none');
            return skipped.length === 0 ? earlier : { kind: 'unavailable', reason: [...skipped, earlier.reason].join(' ') };
        }
        const { number, url, started, conclusion } = earlier.run;
        try {
            const report = conclusion === 'cancelled' ? 'It was cancelled.' : await openArtifact(earlier, place, options);
            if (typeof report !== 'string')
                return { kind: 'found', source: { kind: 'run', number, url, started }, report, skipped };
            skipped.push(`Run #${number} is skipped. ${report}`);
        }
        catch (error) {
            const reason = error instanceof rows_reader/* UnusableRows */.dj ? error.message : `It cannot be read: ${(0,errors/* describeError */.Uc)(error)}.`;
            const unusable = `The report of run #${number} cannot be used. ${reason}`;
            return { kind: 'unavailable', reason: [...skipped, unusable].join(' ') };
        }
        if (skipped.length === MAX_DOWNLOADS)
            return { kind: 'unavailable', reason: skipped.join(' ') };
    }
}
/** The report of a run, or why the run is skipped. Rejects with an `UnusableRows`, or as the file system does. */
async function openArtifact({ run: { number }, artifact }, { repository, artifactName }, { log, tempFolder, run, names }) {
    if (artifact.digest === undefined)
        throw new rows_reader/* UnusableRows */.dj('GitHub gives no digest of its archive.');
    log.info((0,run_log/* logText */.kc)(`Artifact "${artifactName}" of run #${number}`));
    const download = (folder) => downloadArtifact(repository, artifact, external_node_path_default().join(folder, 'artifact.zip'));
    const files = await report_files/* ReportFiles */.yD.download(artifact.size, tempFolder, download, names);
    const report = await openComparable(files, run);
    const partial = partialReason(report.end) ?? unreadTables(report);
    if (partial === undefined)
        return report;
    await report.close();
    return partial;
}
/** Why too little of a run's list was read to compare with, in a sentence. */
function partialReason({ cancelled, counts: { read, mailboxes } }) {
    const part = `${(0,numbers/* count */.U9)(read)} of ${(0,numbers/* counted */.hS)(mailboxes, 'mailbox', 'mailboxes')}`;
    if (cancelled)
        return `It was cancelled, and read ${part}.`;
    return read * 2 < mailboxes ? `It read only ${part}.` : undefined;
}
/** That a run of tables alone read none of them, in a sentence. */
function unreadTables({ end: { counts }, tables }) {
    const isUnread = counts.mailboxes === 0 && tables.every(({ status }) => status !== 'ok');
    return isUnread ? 'It read none of its tables.' : undefined;
}
/** Opens a report that has something to compare. Rejects with an `UnusableRows`. */
function openComparable(files, run) {
    return indexed_report/* IndexedReport */.o7.open(files, (header) => run && (incomparable(header, run) ?? otherMailboxes(header.list, run.list)));
}
/** Of other mailboxes, all would be added and removed. */
function otherMailboxes(earlier, later) {
    const [before, after] = [earlier, later].map(list/* namedAddresses */.Sb);
    if (before?.join() === after?.join())
        return undefined;
    return 'It is of other mailboxes: a run of single addresses is compared only with a run of the same addresses.';
}
/** Why a run cannot be compared with an earlier one, in a sentence. */
function incomparable(earlier, { tenant, cloud, reports }) {
    const foreign = (0,kept_report/* foreignReason */.v)(earlier, { tenant, cloud });
    const names = [...earlier.reports, ...earlier.tables].map(({ name }) => name);
    if (foreign !== undefined || names.some((name) => reports.includes(name)))
        return foreign;
    const [own, others] = [names, reports].map((some) => some.join(', '));
    return `It has no report in common: it has ${own}, the later run ${others}.`;
}


/***/ }),

/***/ 20611:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   Qv: () => (/* binding */ searchPlace),
/* harmony export */   n1: () => (/* binding */ findArtifacts),
/* harmony export */   qr: () => (/* binding */ withReasons)
/* harmony export */ });
/* harmony import */ var node_fs_promises__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(51455);
/* harmony import */ var node_fs_promises__WEBPACK_IMPORTED_MODULE_0___default = /*#__PURE__*/__webpack_require__.n(node_fs_promises__WEBPACK_IMPORTED_MODULE_0__);
/* harmony import */ var _github_artifacts_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(4616);
/* harmony import */ var _github_client_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(96584);
/* harmony import */ var _errors_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(83916);
/* harmony import */ var _json_js__WEBPACK_IMPORTED_MODULE_5__ = __webpack_require__(8301);
/* harmony import */ var _run_workflow_repository_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(84392);






/** Runs of a change that is not on a branch of its own yet: they compare with the default branch. */
const CHANGE_EVENTS = new Set(['pull_request', 'pull_request_target', 'merge_group']);
/** Pages of runs that are searched. */
const MAX_PAGES = 3;
/** Runs that are asked for their artifacts. */
const MAX_RUNS = 30;
/** Where to look for the artifact of an earlier run, or why this run cannot look. */
function searchPlace({ step, token, artifactName, ...network }) {
    const repository = (0,_run_workflow_repository_js__WEBPACK_IMPORTED_MODULE_4__/* .workflowRepository */ .G)(step, network, token);
    if (repository === undefined || !/^\d{1,15}$/.test(step.runId))
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
    return { kind: 'place', repository, artifactName, step };
}
/**
 * Finds the artifacts of earlier runs of this workflow and branch, the latest first: of completed runs of this repository itself,
 * with a lower run number, that have an artifact of the name which has not expired. Returns why there are no more. Never rejects.
 */
function findArtifacts(place) {
    return withReasons(search(place));
}
/** Yields the artifacts that a search finds, and returns why there are no more. Never rejects: what GitHub refuses is a reason. */
async function* withReasons(search) {
    try {
        return yield* search;
    }
    catch (error) {
        return failure(error);
    }
}
async function* search({ repository, artifactName, step, }) {
    const thisRun = await (0,_github_artifacts_js__WEBPACK_IMPORTED_MODULE_1__/* .workflowRun */ .tM)(repository, Number(step.runId));
    const branch = CHANGE_EVENTS.has(thisRun.event) ? await defaultBranch(repository, step) : thisRun.branch;
    if (branch === undefined)
        return { kind: 'none', reason: 'This run has no branch.' };
    const runs = await earlierRuns(repository, thisRun, branch);
    let [expired, given] = [0, 0];
    for (const run of runs) {
        const artifact = (0,_github_artifacts_js__WEBPACK_IMPORTED_MODULE_1__/* .usableArtifact */ .vu)(await (0,_github_artifacts_js__WEBPACK_IMPORTED_MODULE_1__/* .artifactsOfRun */ .Ye)(repository, run, artifactName));
        if (artifact === 'expired')
            expired += 1;
        if (typeof artifact === 'string')
            continue;
        given += 1;
        yield { run, artifact };
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
    const reason = runs.length === 0
        ? `There is no earlier run on ${branch}.`
        : `No earlier run on ${branch} has an artifact "${artifactName}".`;
    return { kind: 'none', reason };
}
/** The runs of the same workflow on a branch with a lower number, the latest first. */
async function earlierRuns(repository, { workflow, number }, branch) {
    const runs = [];
    for await (const run of (0,_github_artifacts_js__WEBPACK_IMPORTED_MODULE_1__/* .runsOf */ .ky)(repository, { workflow, branch }, MAX_PAGES)) {
        if (run.counts && run.number < number)
            runs.push(run);
        if (runs.length === MAX_RUNS)
            break;
    }
    return runs.sort((one, other) => other.number - one.number);
}
/** The event contains it; if it does not, GitHub is asked. */
async function defaultBranch(repository, { eventFile }) {
    const text = await (0,node_fs_promises__WEBPACK_IMPORTED_MODULE_0__.readFile)(eventFile, 'utf8').catch(() => '');
    const branch = (0,_json_js__WEBPACK_IMPORTED_MODULE_5__/* .property */ .MZ)((0,_json_js__WEBPACK_IMPORTED_MODULE_5__/* .property */ .MZ)((0,_json_js__WEBPACK_IMPORTED_MODULE_5__/* .jsonOrUndefined */ ._D)(text), 'repository'), 'default_branch');
    return typeof branch === 'string' ? branch : repository.defaultBranch();
}
/** Why GitHub did not answer. */
function failure(error) {
    if (error instanceof _github_client_js__WEBPACK_IMPORTED_MODULE_2__/* .GitHubError */ .y_ && !error.isLimited && [401, 403, 404].includes(error.status)) {
        return {
            kind: 'forbidden',
            reason: `The token may not read earlier runs. Add "actions: read" to the "permissions" of the job.`,
        };
    }
    return { kind: 'unavailable', reason: `GitHub could not be asked: ${(0,_errors_js__WEBPACK_IMPORTED_MODULE_3__/* .describeError */ .Uc)(error)}.` };
}


/***/ }),

/***/ 4012:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  Uf: () => (/* binding */ Comparison),
  eo: () => (/* binding */ firstRunStage),
  yk: () => (/* binding */ firstRunTableStage),
  HK: () => (/* binding */ mapFindings),
  vW: () => (/* binding */ violationKey)
});

// EXTERNAL MODULE: ./src/access/access-rows.ts
var access_rows = __webpack_require__(65970);
// EXTERNAL MODULE: ./src/reports/built-in/access.ts
var access = __webpack_require__(33704);
// EXTERNAL MODULE: ./src/reports/built-in/applications.ts
var applications = __webpack_require__(32729);
// EXTERNAL MODULE: ./src/store/rows-file.ts
var rows_file = __webpack_require__(35923);
// EXTERNAL MODULE: ./src/text/numbers.ts
var numbers = __webpack_require__(92613);
// EXTERNAL MODULE: ./src/compare/changed-rows.ts
var changed_rows = __webpack_require__(67845);
// EXTERNAL MODULE: ./src/compare/shared-changes.ts
var shared_changes = __webpack_require__(65106);
// EXTERNAL MODULE: ./src/reports/row-identity.ts
var row_identity = __webpack_require__(53894);
// EXTERNAL MODULE: ./src/reports/row-view.ts
var row_view = __webpack_require__(20573);
;// CONCATENATED MODULE: ./src/compare/shows-none.ts


/**
 * Whether a run that lacks a violation of the other run shows that the mailbox does not have it: the rule is inconclusive for no row of this name,
 * and the cell of each is known. A row that violates a rule in one column says nothing of its unknown ones.
 *
 * @param report the rule's, which the run has read
 * @param others the reports of the other run, whose columns a rule may name
 */
function showsNone({ mailbox, reports }, report, { rule, item, column }, others) {
    const at = placeOf(reports, report);
    const [definition, own] = [reports[at], mailbox.reports[at]];
    if (definition === undefined || own === undefined)
        return false;
    const isInconclusive = own.violations.some((other) => other.verdict === 'inconclusive' && other.rule === rule && other.item === item);
    if (isInconclusive)
        return false;
    const positions = (0,row_identity/* itemPositions */.Gd)(definition.item, definition.columns) ?? [];
    const rows = own.rows.filter((row) => (0,row_identity/* itemText */.rv)(positions, row) === item);
    const position = definition.columns.indexOf(column);
    if (position !== -1)
        return rows.every((row) => (0,row_view/* cellAt */.G0)(row, position).isKnown);
    // Without the row, the mailbox cannot violate the rule, whatever other reports say of it.
    return rows.length === 0 || isKnownElsewhere(column, { mailbox, reports }, others);
}
/** Whether the cell of a column is known that is the mailbox's address, of the list, or of another report: `accounts.Licenses`. */
function isKnownElsewhere(column, { mailbox, reports }, others) {
    const dot = column.indexOf('.');
    const name = column.slice(0, Math.max(0, dot));
    if (placeOf([...reports, ...others], name) === -1)
        return true;
    const at = placeOf(reports, name);
    const position = reports[at]?.columns.indexOf(column.slice(dot + 1)) ?? -1;
    const row = mailbox.reports[at]?.rows[0];
    return row !== undefined && position !== -1 && (0,row_view/* cellAt */.G0)(row, position).isKnown;
}
function placeOf(reports, name) {
    return reports.findIndex((report) => report.name === name);
}

;// CONCATENATED MODULE: ./src/compare/row-comparison.ts








/** Compares each mailbox with an earlier report. A mailbox that either run could not read gives no change. */
class Comparison {
    /** Sentences about what cannot be compared. */
    notes;
    /** Whether the earlier run had a policy, and this one has. */
    comparesViolations;
    /** The rules that only one of both policies has. */
    ruleChanges;
    #earlier;
    #own;
    #today;
    /** Whether both runs read a report about mailboxes: without one, a run has none in its list. */
    #comparesLists;
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
        this.#own = reports;
        this.#comparesLists = reports.length > 0 && header.reports.length > 0;
        this.#rules = rules;
        this.#today = today;
        this.#earlierDay = earlierDay;
        const comparedReports = reports.flatMap((report, at) => {
            const before = header.reports.find(({ name }) => name === report.name);
            if (before === undefined) {
                notes.push(`The earlier report has no rows of ${report.name}, so ${report.name} is not compared.`);
                return [];
            }
            const compared = (0,changed_rows/* comparedReport */._x)(before, report);
            if (compared === undefined) {
                notes.push(`The earlier report has rows of another definition of ${report.name}, so ${report.name} is not compared.`);
                return [];
            }
            const { missing, redefined } = compared;
            if (missing.length > 0)
                notes.push(`Only one of both runs has ${columnsText(missing)} of ${report.name}.`);
            if (redefined.length > 0) {
                const are = redefined.length === 1 ? 'is' : 'are';
                notes.push(`The earlier report has another definition of ${columnsText(redefined)} of ${report.name}, which ${are} not compared.`);
            }
            return [[at, compared]];
        });
        this.#reports = comparedReports.sort(([, one], [, other]) => Number(isAccess(one)) - Number(isAccess(other)));
        if (rules !== undefined && header.digests.policy === undefined) {
            notes.push('The earlier run had no policy, so violations are not compared.');
        }
        this.notes = notes;
        this.comparesViolations = rules !== undefined && header.digests.policy !== undefined;
        this.ruleChanges = this.comparesViolations ? (0,shared_changes/* ruleChangesOf */.$B)(header.rules, rules) : [];
    }
    /** The stage of the pipeline. Call it once for each mailbox. */
    compare(result) {
        const stored = (0,rows_file/* storedMailbox */.o4)(result);
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
        const changes = before === undefined && this.#comparesLists ? [listChange('mailbox-added', address)] : [];
        const bothRead = new Map();
        let isNotCompared = false;
        for (const [at, report] of this.#reports) {
            const [was, is] = [this.#resultOf(before, report.name), after.reports[at]];
            if (is?.status !== 'ok')
                continue;
            if (was?.status !== 'ok') {
                isNotCompared ||= before !== undefined;
                continue;
            }
            bothRead.set(report.name, report);
            const [[rowWas], [rowIs]] = [was.rows, is.rows];
            if (report.name === applications/* applications */.c.name && rowWas !== undefined && rowIs !== undefined) {
                const ofTenant = (0,shared_changes/* tenantWideChanges */.PA)(report, address, rowWas, rowIs);
                const [withoutWas, withoutIs] = ofTenant.rows;
                changes.push(...ofTenant.changes, ...(0,changed_rows/* changedRows */.CH)(report, address, [withoutWas], [withoutIs]));
                continue;
            }
            const isRepeated = (textOf) => isAccess(report) && (0,access_rows/* repeatsChange */.f0)(changes, textOf);
            changes.push(...(0,changed_rows/* changedRows */.CH)(report, address, was.rows, is.rows, isRepeated));
        }
        return { changes, isNotCompared, violations: this.#compareViolations(before, after, bothRead, changes) };
    }
    /** The mailboxes that this run's list no longer has, in the order of the earlier report. Call it after the last mailbox. */
    *removed() {
        for (const { address } of this.#comparesLists ? this.#earlier.header.list.mailboxes : []) {
            if (!this.#seen.has(address.toLowerCase()))
                yield listChange('mailbox-removed', address);
        }
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
            const report = this.#own[index]?.name ?? '';
            for (const violation of violations) {
                if (violation.verdict === 'inconclusive') {
                    doubtful.add(violation.rule);
                    continue;
                }
                const earlier = unmatched.get(violationKey(violation))?.shift()?.violation;
                const isNew = before === undefined
                    ? this.comparesViolations
                    : this.#isAbsent(report, violation, { mailbox: before, reports: this.#earlier.header.reports }, bothRead);
                const novelty = earlier === undefined ? (isNew ? 'new' : undefined) : noveltyOf(earlier, violation);
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
            const isGone = this.#isAbsent(report, violation, { mailbox: after, reports: this.#own }, bothRead);
            const isDecided = this.#ruleChangeOf(rule) !== undefined || (this.#hasRule(rule) && !doubtful.has(rule));
            if (verdict === 'exempt' || !isGone || !isDecided)
                continue;
            const change = { kind: 'resolved', report, mailbox: address, before, after: null, since };
            violationChanges.push(this.#violationChange(change, violation));
        }
        changes.push(...oncePerRule(violationChanges));
        return novelties;
    }
    #hasRule(rule) {
        return this.#rules?.some(({ id }) => id === rule) === true;
    }
    /**
     * Whether one of the runs knows that it lacks a violation of the other one: it has read the report, or has neither the rule nor its
     * report.
     */
    #isAbsent(report, violation, run, bothRead) {
        if (!this.comparesViolations)
            return false;
        if (this.#ruleChangeOf(violation.rule) !== undefined) {
            const { status } = run.mailbox.reports[run.reports.findIndex(({ name }) => name === report)] ?? { status: 'ok' };
            return status === 'ok';
        }
        const others = run.reports === this.#own ? this.#earlier.header.reports : this.#own;
        return isCompared(bothRead.get(report), violation.column) && showsNone(run, report, violation, others);
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
function columnsText(names) {
    return `the ${names.length === 1 ? 'column' : 'columns'} ${(0,numbers/* listed */.KE)(names, 'and')}`;
}
/** Whether both runs read a report, with the same meaning of a column of it. */
function isCompared(report, column) {
    return report !== undefined && !report.redefined.includes(column);
}
/** Of the changes of a mailbox that are about a rule as a whole, the last of each rule. */
function oncePerRule(changes) {
    const last = new Map(changes.map((change) => [change.rule, change]));
    return changes.filter((change) => change.isShared !== true || last.get(change.rule) === change);
}
/** The stage of a run that has no earlier one: all violations are found for the first time. */
function firstRunStage(since) {
    return (result) => ({ ...result, reports: result.reports.map((report) => mapFindings(report, foundSince(since))) });
}
/** The same for tables about the tenant. */
function firstRunTableStage(since) {
    return (result) => mapFindings(result, foundSince(since));
}
function foundSince(since) {
    return (finding) => (finding.verdict === 'inconclusive' ? finding : { ...finding, since });
}
/** A report or a table with other findings. */
function mapFindings(report, map) {
    if (report.verdict === undefined)
        return report;
    const rules = report.verdict.rules.map((rule) => ({ ...rule, findings: rule.findings.map(map) }));
    const verdict = { ...report.verdict, rules };
    return { ...report, verdict };
}
function isAccess({ name }) {
    return name === access/* access */.T_.name;
}
/** Equal in two runs if the violation is the same: its value may differ. */
function violationKey({ rule, item, row, column }) {
    return JSON.stringify([rule, item, row, column]);
}
/** An exemption that no longer applies makes a new violation, first found earlier. */
function noveltyOf(earlier, violation) {
    if (earlier.verdict === 'exempt' && violation.verdict !== 'exempt')
        return 'new';
    return (0,changed_rows/* isSameCell */.tJ)(earlier.found, violation.found) ? 'unchanged' : 'updated';
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
/* harmony import */ var _text_through_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(41794);
/* harmony import */ var _reports_known_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(81168);
/* harmony import */ var _reports_row_view_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(20573);



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
/** The rules that only one of two policies has, added ones first, each as a change of no mailbox yet. */
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
/** What one person consented to, which no change of every mailbox explains. */
const PERSONAL = 'ConsentedByPerson';
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
        const [listBefore, listNow] = [(0,_reports_row_view_js__WEBPACK_IMPORTED_MODULE_1__/* .cellAt */ .G0)(before, column.before), (0,_reports_row_view_js__WEBPACK_IMPORTED_MODULE_1__/* .cellAt */ .G0)(after, column.after)];
        const [was, is] = [textsIn((0,_reports_known_js__WEBPACK_IMPORTED_MODULE_0__/* .shownOf */ .Rp)(listBefore)), textsIn((0,_reports_known_js__WEBPACK_IMPORTED_MODULE_0__/* .shownOf */ .Rp)(listNow))];
        return [
            ...is.filter((item) => listBefore.isKnown && !was.includes(item)).map((item) => ['added', item]),
            ...was.filter((item) => listNow.isKnown && !is.includes(item)).map((item) => ['removed', item]),
        ];
    };
    const through = loneItems(THROUGH).flatMap(([kind, item]) => {
        const parts = (0,_text_through_js__WEBPACK_IMPORTED_MODULE_2__/* .throughItem */ .dy)(item);
        return parts?.way === _text_through_js__WEBPACK_IMPORTED_MODULE_2__/* .TENANT_WIDE */ .jR ? [{ kind, item, ...parts }] : [];
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
        const item = (0,_text_through_js__WEBPACK_IMPORTED_MODULE_2__/* .throughText */ .bB)({ ...first, permission: permissions });
        return [{ ...common, kind: first.kind, item, column: THROUGH, ...values(first.kind, permissions) }];
    });
    const personal = report.columns.find(({ name }) => name === PERSONAL);
    return {
        changes: [
            ...changes,
            ...delegated.map(([kind, item]) => ({ ...common, kind, item, column: DELEGATED, ...values(kind, item) })),
        ],
        rows: explained.size === 0
            ? [before, after]
            : [withoutItems(before, explained, personal?.before), withoutItems(after, explained, personal?.after)],
    };
}
function values(kind, value) {
    return kind === 'added' ? { before: null, after: value } : { before: value, after: null };
}
/** @param kept the position of a cell that keeps all of its items */
function withoutItems(row, explained, kept) {
    const cells = row.cells.map((cell, position) => Array.isArray(cell) && position !== kept
        ? cell.filter((item) => typeof item !== 'string' || !explained.has(item))
        : cell);
    return { ...row, cells };
}
function textsIn(cell) {
    return Array.isArray(cell) ? cell.filter((item) => typeof item === 'string') : [];
}


/***/ }),

/***/ 65227:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   C5: () => (/* binding */ CONTROL_SUBJECTS),
/* harmony export */   F2: () => (/* binding */ parseReference),
/* harmony export */   Jw: () => (/* binding */ isCataloguePath),
/* harmony export */   NQ: () => (/* binding */ COVERED),
/* harmony export */   n5: () => (/* binding */ referenceText)
/* harmony export */ });
/** What a control is about. */
const CONTROL_SUBJECTS = ['mailboxes', 'organization'];
/** How much of a control can be read: all of it, its effect in mailboxes and not the setting, or nothing. */
const COVERED = ['whole', 'effect', 'no'];
/** `cis-m365-7.0.0/6.2.1#outbound-policy`. */
function referenceText({ catalogue, control, part }) {
    return `${catalogue}/${control}${part === '' ? '' : `#${part}`}`;
}
/** `catalogue/control#part`, where the catalogue is a name or a path that ends in .yml or .yaml. */
const REFERENCE = /^((?:[^#]*\.ya?ml)|[^/#]+)\/([^/#]+)(?:#([^#]+))?$/;
/** Whether a reference names a catalogue by the path of its file, instead of a shipped one. */
function isCataloguePath(name) {
    return /\.ya?ml$/i.test(name);
}
/** Reads a reference, as rules have it; undefined for another text. */
function parseReference(text) {
    const [, catalogue, control, part = ''] = REFERENCE.exec(text) ?? [];
    return catalogue === undefined || control === undefined ? undefined : { catalogue, control, part };
}


/***/ }),

/***/ 4616:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   NA: () => (/* binding */ artifactsOnBranch),
/* harmony export */   Ye: () => (/* binding */ artifactsOfRun),
/* harmony export */   ky: () => (/* binding */ runsOf),
/* harmony export */   tM: () => (/* binding */ workflowRun),
/* harmony export */   vu: () => (/* binding */ usableArtifact)
/* harmony export */ });
/* harmony import */ var _json_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(8301);

/** Events that run the code of the branch itself, rather than that of a pull request. */
const EVENTS = new Set(['schedule', 'push', 'workflow_dispatch']);
/** A run by its id. Rejects as `Repository.get` does. */
async function workflowRun(repository, id) {
    const run = runOf(await repository.get(`/actions/runs/${id}`), repository);
    if (run === undefined)
        throw new Error(`the answer does not describe the run ${id}`);
    return run;
}
/** Pages of the 1,000 runs that a search finds at most. https://docs.github.com/rest/actions/workflow-runs#list-workflow-runs-for-a-workflow */
const MOST_FOUND_PAGES = 10;
/**
 * The runs of a workflow on a branch, the newest first. With `since`, a search for older ones follows the 1,000 that a search finds. Rejects
 * as `Repository.pages` does. `most`: pages that are read of each search.
 */
async function* runsOf(repository, { workflow, branch, since }, most = MOST_FOUND_PAGES) {
    const day = since?.toISOString().slice(0, 10);
    const seen = new Set();
    let until = '';
    for (let isFull = true; isFull;) {
        const query = new URLSearchParams({ branch, exclude_pull_requests: 'true' });
        if (day !== undefined)
            query.set('created', until === '' ? `>=${day}` : `${day}..${until}`);
        const path = `/actions/workflows/${workflow}/runs?${query.toString()}`;
        let [pages, oldest] = [0, until];
        for await (const page of repository.pages(path, 'workflow_runs', most)) {
            pages += 1;
            oldest = (0,_json_js__WEBPACK_IMPORTED_MODULE_0__/* .textIn */ .r7)(page.at(-1) ?? null, 'created_at') || oldest;
            for (const json of page) {
                const run = runOf(json, repository);
                if (run === undefined || seen.has(run.id))
                    continue;
                seen.add(run.id);
                if (run.workflow === workflow && run.branch === branch)
                    yield run;
            }
        }
        isFull = day !== undefined && pages === MOST_FOUND_PAGES && oldest !== until;
        until = oldest;
    }
}
/**
 * The artifacts of a name that runs of the repository's own code on a branch have, the newest first. `isWhole`: whether there are no more
 * than in the pages that are read. Rejects as `Repository.pages` does.
 *
 * @param name the name, or the pattern of several
 */
async function artifactsOnBranch(repository, name, branch, most) {
    const query = new URLSearchParams(typeof name === 'string' ? { name } : {});
    const artifacts = [];
    let pages = 0;
    for await (const page of repository.pages(`/actions/artifacts?${query.toString()}`, 'artifacts', most + 1)) {
        pages += 1;
        if (pages > most)
            break;
        const own = page.filter((json) => (0,_json_js__WEBPACK_IMPORTED_MODULE_0__/* .textIn */ .r7)((0,_json_js__WEBPACK_IMPORTED_MODULE_0__/* .property */ .MZ)(json, 'workflow_run'), 'head_branch') === branch);
        artifacts.push(...own.flatMap((json) => artifactOf(json, name) ?? []));
    }
    return { artifacts: artifacts.sort(newestFirst), isWhole: pages <= most };
}
/** The artifacts of a name that a run has, the newest first: each attempt may have one. Rejects as `Repository.pages` does. */
async function artifactsOfRun(repository, { id }, name) {
    const query = new URLSearchParams({ name });
    const artifacts = [];
    for await (const page of repository.pages(`/actions/runs/${id}/artifacts?${query.toString()}`, 'artifacts', 1)) {
        artifacts.push(...page.flatMap((json) => artifactOf(json, name) ?? []));
    }
    return artifacts.sort(newestFirst);
}
/** Of the artifacts of a run: the newest that can be downloaded, or why there is none. */
function usableArtifact(newestFirst) {
    return newestFirst.find(({ isExpired }) => !isExpired) ?? (newestFirst.length === 0 ? 'none' : 'expired');
}
function newestFirst(one, other) {
    return other.id - one.id;
}
/** Undefined if a member is missing that decides whether the run counts. */
function runOf(json, { webUrl }) {
    const [id, number, workflow] = ['id', 'run_number', 'workflow_id'].map((name) => (0,_json_js__WEBPACK_IMPORTED_MODULE_0__/* .property */ .MZ)(json, name));
    if (typeof id !== 'number' || typeof number !== 'number' || typeof workflow !== 'number')
        return undefined;
    const event = (0,_json_js__WEBPACK_IMPORTED_MODULE_0__/* .textIn */ .r7)(json, 'event');
    // The head of a fork that was deleted is null.
    const [own, head] = ['repository', 'head_repository'].map((name) => (0,_json_js__WEBPACK_IMPORTED_MODULE_0__/* .property */ .MZ)((0,_json_js__WEBPACK_IMPORTED_MODULE_0__/* .property */ .MZ)(json, name), 'id'));
    const isOwn = typeof own === 'number' && own === head;
    return {
        id,
        number,
        workflow,
        event,
        branch: (0,_json_js__WEBPACK_IMPORTED_MODULE_0__/* .textIn */ .r7)(json, 'head_branch') || undefined,
        conclusion: (0,_json_js__WEBPACK_IMPORTED_MODULE_0__/* .textIn */ .r7)(json, 'conclusion'),
        url: `${webUrl}/actions/runs/${id}`,
        started: new Date((0,_json_js__WEBPACK_IMPORTED_MODULE_0__/* .textIn */ .r7)(json, 'run_started_at') || (0,_json_js__WEBPACK_IMPORTED_MODULE_0__/* .textIn */ .r7)(json, 'created_at')),
        counts: isOwn && (0,_json_js__WEBPACK_IMPORTED_MODULE_0__/* .textIn */ .r7)(json, 'status') === 'completed' && EVENTS.has(event),
    };
}
/** Undefined for an artifact of another name or of a fork, and if a member is missing that decides so. */
function artifactOf(json, wanted) {
    const run = (0,_json_js__WEBPACK_IMPORTED_MODULE_0__/* .property */ .MZ)(json, 'workflow_run');
    const [id, size, runId] = [(0,_json_js__WEBPACK_IMPORTED_MODULE_0__/* .property */ .MZ)(json, 'id'), (0,_json_js__WEBPACK_IMPORTED_MODULE_0__/* .property */ .MZ)(json, 'size_in_bytes'), (0,_json_js__WEBPACK_IMPORTED_MODULE_0__/* .property */ .MZ)(run, 'id')];
    const [own, head] = [(0,_json_js__WEBPACK_IMPORTED_MODULE_0__/* .property */ .MZ)(run, 'repository_id'), (0,_json_js__WEBPACK_IMPORTED_MODULE_0__/* .property */ .MZ)(run, 'head_repository_id')];
    if (typeof id !== 'number' || typeof size !== 'number' || typeof runId !== 'number')
        return undefined;
    const name = (0,_json_js__WEBPACK_IMPORTED_MODULE_0__/* .textIn */ .r7)(json, 'name');
    const isWanted = typeof wanted === 'string' ? name === wanted : wanted.test(name);
    if (!isWanted || typeof own !== 'number' || own !== head)
        return undefined;
    const [, digest] = /^sha256:([0-9a-f]{64})$/.exec((0,_json_js__WEBPACK_IMPORTED_MODULE_0__/* .textIn */ .r7)(json, 'digest')) ?? [];
    const isExpired = (0,_json_js__WEBPACK_IMPORTED_MODULE_0__/* .property */ .MZ)(json, 'expired') === true;
    return { id, name, size, digest, isExpired, created: new Date((0,_json_js__WEBPACK_IMPORTED_MODULE_0__/* .textIn */ .r7)(json, 'created_at')), runId };
}


/***/ }),

/***/ 84611:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   $Q: () => (/* binding */ reportRecords),
/* harmony export */   $T: () => (/* binding */ createTableCsv),
/* harmony export */   $d: () => (/* binding */ createReportCsv),
/* harmony export */   dA: () => (/* binding */ violationCells),
/* harmony export */   fU: () => (/* binding */ createViolationsCsv),
/* harmony export */   gM: () => (/* binding */ columnCollisions),
/* harmony export */   ix: () => (/* binding */ reportColumns),
/* harmony export */   jG: () => (/* binding */ violationColumns),
/* harmony export */   j_: () => (/* binding */ tableRecords),
/* harmony export */   qv: () => (/* binding */ tableColumns)
/* harmony export */ });
/* unused harmony export VIOLATION_COLUMNS */
/* harmony import */ var node_path__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(76760);
/* harmony import */ var node_path__WEBPACK_IMPORTED_MODULE_0___default = /*#__PURE__*/__webpack_require__.n(node_path__WEBPACK_IMPORTED_MODULE_0__);
/* harmony import */ var _errors_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(83916);
/* harmony import */ var _policy_subject_js__WEBPACK_IMPORTED_MODULE_12__ = __webpack_require__(50722);
/* harmony import */ var _reports_definition_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(54530);
/* harmony import */ var _reports_known_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(81168);
/* harmony import */ var _run_table_result_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(97007);
/* harmony import */ var _run_mailbox_result_js__WEBPACK_IMPORTED_MODULE_5__ = __webpack_require__(70611);
/* harmony import */ var _text_display_js__WEBPACK_IMPORTED_MODULE_10__ = __webpack_require__(24745);
/* harmony import */ var _page_data_js__WEBPACK_IMPORTED_MODULE_11__ = __webpack_require__(41058);
/* harmony import */ var _csv_file_js__WEBPACK_IMPORTED_MODULE_6__ = __webpack_require__(1745);
/* harmony import */ var _files_temp_folder_js__WEBPACK_IMPORTED_MODULE_7__ = __webpack_require__(82766);
/* harmony import */ var _text_file_js__WEBPACK_IMPORTED_MODULE_8__ = __webpack_require__(14902);
/* harmony import */ var _text_audience_js__WEBPACK_IMPORTED_MODULE_9__ = __webpack_require__(58217);













/** Creates the CSV of a report: every mailbox of the list, in its order. Throws as `createTextFile` does. */
function createReportCsv(file, report, hasVerdicts, options) {
    const rowsOf = ({ reports }) => {
        const result = reports.find(({ definition }) => definition === report);
        if (result === undefined)
            throw new Error(`no rows of the report ${report.name}`);
        return reportRecords(result, hasVerdicts, reports);
    };
    return (0,_csv_file_js__WEBPACK_IMPORTED_MODULE_6__/* .csvSink */ .c9)(file, reportColumns(report, hasVerdicts), { rowsOf }, options);
}
/** Creates the CSV of a table about the tenant. Throws as `createTextFile` does. */
function createTableCsv(file, table, hasVerdicts, options) {
    const rowsOfTable = (result) => result.definition === table ? tableRecords(result, hasVerdicts) : [];
    return (0,_csv_file_js__WEBPACK_IMPORTED_MODULE_6__/* .csvSink */ .c9)(file, tableColumns(table, hasVerdicts), { rowsOfTable }, options);
}
/** The header of a table: its columns, and those of a verdict if the run has a policy. */
function tableColumns({ columns }, hasVerdicts) {
    return [...Object.keys(columns), ..._reports_definition_js__WEBPACK_IMPORTED_MODULE_2__/* .STATUS_COLUMNS */ .bq, ...(hasVerdicts ? _reports_definition_js__WEBPACK_IMPORTED_MODULE_2__/* .VERDICT_COLUMNS */ .aZ : [])];
}
/** The rows of a table as the cells of records, as `reportRecords` has them. */
function* tableRecords({ rows, verdict }, hasVerdicts) {
    for (const [at, { cells, status, error }] of rows.entries()) {
        yield [...cells, status, error, ...(hasVerdicts ? verdictCells(verdict?.rows[at]) : [])];
    }
}
function verdictCells(row) {
    return row === undefined ? ['', ''] : [row.verdict, row.violations.join('; ')];
}
/** The UserErrors `INPUT_INVALID` of columns of `extra-columns` whose names a CSV already has. */
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
        const message = `${(0,_text_audience_js__WEBPACK_IMPORTED_MODULE_9__/* .theInput */ .y8)('extra-columns')} cannot have ${(0,_text_display_js__WEBPACK_IMPORTED_MODULE_10__/* .shownText */ .f$)(name)}, which is a column of ${file}.`;
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
 * @param reports all reports of the mailbox: their rows name what cells have the ids of
 */
function reportRecords({ definition, rows, verdict }, hasVerdicts, reports = []) {
    const shown = shownCells(definition, reports);
    const positions = [...(definition.listColumns?.values() ?? [])];
    return rows.map((row, at) => {
        const { mailbox, cells, status, error } = row;
        const listed = positions.map((position) => mailbox.columns?.[position] ?? '');
        const registered = definition.hasRegister === true ? [registeredCell(row)] : [];
        const record = [mailbox.address, ...shown(cells), ...listed, ...registered, status, error];
        return hasVerdicts ? [...record, ...verdictCells(verdict?.rows[at])] : record;
    });
}
/** What a register says about a row: blank also where it is not known. */
function registeredCell({ content, registration }) {
    if (content === 'none' || registration === undefined || registration.registered === 'not-applicable')
        return null;
    return (0,_reports_known_js__WEBPACK_IMPORTED_MODULE_3__/* .valueOf */ .RP)(registration.registered) ?? null;
}
/** The cells as files show them, of a report in a mailbox. */
function shownCells({ columns, namesOf = {} }, reports) {
    const names = Object.keys(columns).map((name) => {
        const source = Object.hasOwn(namesOf, name) ? namesOf[name] : undefined;
        const other = source && reports.find(({ definition }) => definition.name === source.report);
        if (source === undefined || other === undefined)
            return undefined;
        const position = Object.keys(other.definition.columns).indexOf(source.column);
        return new Map(other.rows.map(({ id, cells }) => [id, cells[position]]));
    });
    if (names.every((one) => one === undefined))
        return (cells) => cells;
    return (cells) => cells.map((cell, at) => names[at]?.get(cell) ?? cell);
}
/**
 * Creates `violations.csv`, with a row for each finding, in the order of `findingRank` and then of the list. Throws as
 * `createTextFile` does.
 */
function createViolationsCsv(file, options, listColumns = []) {
    return new ViolationsCsv(new _csv_file_js__WEBPACK_IMPORTED_MODULE_6__/* .CsvFile */ .fL(file, violationColumns(listColumns), options), options.delimiter, listColumns);
}
/** Findings of the highest rank go to the file at once. The others wait in temporary files. */
class ViolationsCsv {
    #file;
    #delimiter;
    #listColumns;
    #later = new Map();
    #tempFolder;
    #closed;
    constructor(file, delimiter, listColumns) {
        this.#file = file;
        this.#delimiter = delimiter;
        this.#listColumns = listColumns;
    }
    get path() {
        return this.#file.path;
    }
    addTable(result) {
        return this.#addAll((0,_run_table_result_js__WEBPACK_IMPORTED_MODULE_4__/* .tableFindings */ .LV)(result));
    }
    add(result) {
        return this.#addAll((0,_run_mailbox_result_js__WEBPACK_IMPORTED_MODULE_5__/* .findingsOf */ .WX)(result));
    }
    async #addAll(findings) {
        for (const finding of findings) {
            const { verdict, rule } = finding;
            const rank = (0,_page_data_js__WEBPACK_IMPORTED_MODULE_11__/* .findingRank */ .I)({ verdict, severity: rule.severity });
            const cells = violationCells(finding, this.#listColumns);
            await (rank === 0 ? this.#file.write([cells]) : this.#ofRank(rank).write((0,_csv_file_js__WEBPACK_IMPORTED_MODULE_6__/* .csvRecord */ .ef)(cells, this.#delimiter)));
        }
    }
    close() {
        this.#closed ??= this.#close();
        return this.#closed;
    }
    #ofRank(rank) {
        this.#tempFolder ??= (0,_files_temp_folder_js__WEBPACK_IMPORTED_MODULE_7__/* .makeTempFolder */ .Pd)(node_path__WEBPACK_IMPORTED_MODULE_0___default().dirname(this.path), 'violations-');
        const file = this.#later.get(rank) ?? (0,_text_file_js__WEBPACK_IMPORTED_MODULE_8__/* .createTextFile */ .Qz)(node_path__WEBPACK_IMPORTED_MODULE_0___default().join(this.#tempFolder, String(rank)));
        this.#later.set(rank, file);
        return file;
    }
    async #close() {
        try {
            await (0,_text_file_js__WEBPACK_IMPORTED_MODULE_8__/* .closeAll */ .S5)([...this.#later.values()]);
            for (const rank of [...this.#later.keys()].sort())
                await this.#file.append(this.#ofRank(rank).path);
        }
        finally {
            await (0,_text_file_js__WEBPACK_IMPORTED_MODULE_8__/* .closeAll */ .S5)([this.#file]).finally(() => (0,_files_temp_folder_js__WEBPACK_IMPORTED_MODULE_7__/* .removeTemp */ .DO)(this.#tempFolder));
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
    const { rule, subject, item, message, column, found, expected, verdict, since = '', exemption } = finding;
    const why = exemption === undefined ? '' : `${exemption.reason} (${exemption.owner}, until ${exemption.expires})`;
    const { id, title, severity, report } = rule;
    const inList = (0,_policy_subject_js__WEBPACK_IMPORTED_MODULE_12__/* .listCellsOf */ .zM)(subject);
    const listed = listColumns.map((_, at) => inList[at] ?? '');
    return [
        id,
        title,
        severity,
        report,
        (0,_policy_subject_js__WEBPACK_IMPORTED_MODULE_12__/* .addressOf */ .ci)(subject),
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


/***/ }),

/***/ 51836:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   v: () => (/* binding */ foreignReason)
/* harmony export */ });
/* unused harmony export withKeptReport */
/* harmony import */ var _report_files_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(68186);
/* harmony import */ var _rows_reader_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(17838);


/**
 * Does work with a report that was kept, and removes what is temporary in every case. Rejects with an `UnusableRows` for what is no report
 * of this version, as the file system does, and as the work does.
 */
function withKeptReport(place, options, work) {
    return withReportFiles(place, options, async ({ rowsFile }) => {
        const header = await readHeader(rowsFile);
        return work({
            header,
            tables: () => readTables(rowsFile, header),
            async *mailboxes(isWanted, onEnd = () => undefined) {
                for await (const { mailbox } of readMailboxes(rowsFile, header, onEnd, isWanted))
                    yield mailbox;
            },
            async end() {
                let end;
                // Without a mailbox that is wanted, this reads to the end.
                await readMailboxes(rowsFile, header, (last) => (end = last), () => false).next();
                if (end === undefined)
                    throw new Error('a rows file that was read completely has no last line');
                return end;
            },
        });
    });
}
/** Whose a report is, in a sentence, if it is not of a tenant and its cloud; undefined if it is. */
function foreignReason({ tenant, cloud }, own) {
    if (tenant.toLowerCase() !== own.tenant.toLowerCase())
        return `It is of another tenant, ${tenant}.`;
    return own.cloud === undefined || own.cloud === cloud ? undefined : `It is of another cloud, ${cloud}.`;
}


/***/ })

};
