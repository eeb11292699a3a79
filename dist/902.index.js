export const id = 902;
export const ids = [902,213];
export const modules = {

/***/ 82680:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   C_: () => (/* binding */ endsSoon),
/* harmony export */   Pt: () => (/* binding */ isPattern),
/* harmony export */   XQ: () => (/* binding */ wildcard),
/* harmony export */   cv: () => (/* binding */ ExemptionIndex)
/* harmony export */ });
/* harmony import */ var _schema_pattern_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(26005);
/* harmony import */ var _text_numbers_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(92613);


/** Days of warning before an exemption expires. */
const SOON = 30;
/** Whether an exemption with so many days left ends within the warning period. */
function endsSoon(daysLeft) {
    return daysLeft >= 0 && daysLeft <= SOON;
}
/** Finds the exemption of a mailbox from a rule, and counts how each exemption is used. */
class ExemptionIndex {
    #entries;
    #byRule;
    /** @param now decides for the whole run which exemptions have expired */
    constructor(exemptions, now) {
        this.#entries = exemptions.map((exemption) => {
            const daysLeft = (0,_text_numbers_js__WEBPACK_IMPORTED_MODULE_1__/* .daysUntil */ .AQ)(exemption.expires, now);
            const names = mailboxMatcher(exemption.mailboxes.map(({ pattern }) => pattern));
            return { exemption, daysLeft, inForce: daysLeft >= 0, names, covered: 0, missed: 0, mayCover: false };
        });
        this.#byRule = Map.groupBy(this.#entries, ({ exemption }) => exemption.rule);
    }
    /**
     * The exemption of a mailbox that violates a rule: the first one in the policy that applies. Counts its use, so call this
     * once for each rule and mailbox, with every address that is known of it.
     */
    exempt(rule, ...addresses) {
        const entries = this.#naming(rule, addresses);
        const applying = entries.filter(({ inForce }) => inForce);
        for (const entry of applying)
            entry.covered += 1;
        if (applying.length === 0)
            for (const entry of entries)
                entry.missed += 1;
        return applying[0]?.exemption;
    }
    /** Records that a rule is inconclusive for a mailbox: exemptions that name it may be needed. */
    addInconclusive(rule, ...addresses) {
        for (const entry of this.#naming(rule, addresses))
            entry.mayCover = true;
    }
    /** Whether an exemption from a rule is in force, so that an unknown address of a mailbox may be exempt. */
    isInForce(rule) {
        return (this.#byRule.get(rule) ?? []).some(({ inForce }) => inForce);
    }
    /** One for each exemption, in the policy's order. */
    get uses() {
        return this.#entries.map(({ exemption, daysLeft, inForce, covered, missed, mayCover }) => ({
            exemption,
            daysLeft,
            expired: !inForce,
            endsSoon: endsSoon(daysLeft),
            covered,
            missed,
            usage: covered + missed > 0 ? 'in-use' : mayCover ? 'unknown' : 'unused',
        }));
    }
    #naming(rule, addresses) {
        const folded = addresses.map((address) => address.toLowerCase());
        return (this.#byRule.get(rule) ?? []).filter(({ names }) => folded.some(names));
    }
}
/** Whether an address in lower case is one of the addresses, or matches one of the patterns. */
function mailboxMatcher(patterns) {
    const exact = new Set(patterns.filter((pattern) => !isPattern(pattern)).map((pattern) => pattern.toLowerCase()));
    const wildcards = patterns.filter(isPattern).map(wildcard);
    return (address) => exact.has(address) || wildcards.some((matches) => matches(address));
}
/** Whether the text of an exemption contains a wildcard. */
function isPattern(text) {
    return text.includes('*') || text.includes('?');
}
/**
 * Whether an address matches a pattern, in which `*` stands for any characters, none among them, and `?` for one. Case
 * does not count. Takes linear time: RE2 does not backtrack over many `*`.
 */
function wildcard(pattern) {
    const wanted = pattern.toLowerCase();
    const escaped = wanted.replace(/[\\^$.|+()[\]{}]/g, String.raw `\$&`);
    const compiled = (0,_schema_pattern_js__WEBPACK_IMPORTED_MODULE_0__/* .compilePattern */ .Eb)(`(?s)^${escaped.replaceAll('*', '.*').replaceAll('?', '.')}$`);
    const ending = wanted.slice(Math.max(wanted.lastIndexOf('*'), wanted.lastIndexOf('?')) + 1);
    return (address) => {
        const text = address.toLowerCase();
        return text.endsWith(ending) && compiled.test(text);
    };
}


/***/ }),

/***/ 25341:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   Jb: () => (/* binding */ columnsIn),
/* harmony export */   nW: () => (/* binding */ violationMessage),
/* harmony export */   qU: () => (/* binding */ inconclusiveMessage)
/* harmony export */ });
/* harmony import */ var _reports_definition_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(54530);
/* harmony import */ var _text_display_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(24745);
/* harmony import */ var _text_numbers_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(92613);



/** Longest text of a cell in a sentence: a reply, or the conditions of a rule, can have thousands of characters. */
const LONGEST_CELL = 200;
/** A column in braces, and the quote before it. */
const PLACEHOLDER = /("?)\{([^{}]+)\}/g;
/** The columns that a sentence names in braces. */
function columnsIn(sentence) {
    return Array.from(sentence.matchAll(PLACEHOLDER), ([, , name = '']) => name);
}
/**
 * A violation as a sentence on one line, without a full stop, with hidden characters made visible. Columns without a sentence
 * of their own, as in report files: `Zone of "To home" is x@example.com, expected nothing`.
 */
function violationMessage({ message, report, row, item, column, found, expected }) {
    const sentence = message ?? ofColumn(report, column, (0,_text_display_js__WEBPACK_IMPORTED_MODULE_1__/* .cellText */ .Ie)(found));
    if (sentence === undefined) {
        const text = (0,_text_display_js__WEBPACK_IMPORTED_MODULE_1__/* .cellText */ .Ie)(found);
        return `${column}${ofItem(item)} is ${text === '' ? 'blank' : shownCell(text)}, expected ${shownCell(expected)}`;
    }
    const filled = sentence.replace(PLACEHOLDER, (_, quote, name) => {
        const text = shownValue(name, report, row);
        return quote + (text === '' && quote === '' ? 'not set' : text);
    });
    return (0,_text_display_js__WEBPACK_IMPORTED_MODULE_1__/* .visibleLine */ .P8)(filled);
}
/** Why a rule is inconclusive for a row, as `violationMessage`. */
function inconclusiveMessage(columns, item) {
    return `${(0,_text_numbers_js__WEBPACK_IMPORTED_MODULE_2__/* .listed */ .KE)(columns, 'and')}${ofItem(item)} cannot be fully read, so the rule is not decided`;
}
function ofColumn({ sentences = {} }, column, text) {
    const sentence = Object.hasOwn(sentences, column) ? sentences[column] : undefined;
    if (sentence === undefined || typeof sentence === 'string')
        return sentence;
    // As `Spelling` compares enumerations.
    const folded = text.toLowerCase();
    return Object.entries(sentence).find(([cell]) => cell.toLowerCase() === folded)?.[1] ?? sentence['*'];
}
function ofItem(item) {
    return item === '' ? '' : ` of "${shownCell(item)}"`;
}
function shownValue(name, { columns, listColumns }, { mailbox, cells, incomplete }) {
    const listed = listColumns?.get(name);
    if (listed !== undefined)
        return shownCell(mailbox.columns?.[listed] ?? '');
    const at = Object.keys(columns).indexOf(name);
    if (at === -1 && name === _reports_definition_js__WEBPACK_IMPORTED_MODULE_0__/* .MAILBOX_COLUMN */ .aN)
        return shownCell(mailbox.address);
    const value = cells[at] ?? null;
    if (incomplete?.has(at) === true && !(Array.isArray(value) && value.length > 0))
        return 'unknown';
    return shownCell(Array.isArray(value) ? value.map(_text_display_js__WEBPACK_IMPORTED_MODULE_1__/* .cellText */ .Ie).join(', ') : (0,_text_display_js__WEBPACK_IMPORTED_MODULE_1__/* .cellText */ .Ie)(value));
}
function shownCell(text) {
    return (0,_text_display_js__WEBPACK_IMPORTED_MODULE_1__/* .visibleLine */ .P8)((0,_text_display_js__WEBPACK_IMPORTED_MODULE_1__/* .shortened */ .vI)(text, LONGEST_CELL));
}


/***/ }),

/***/ 85902:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

// ESM COMPAT FLAG
__webpack_require__.r(__webpack_exports__);

// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  compilePolicy: () => (/* binding */ compilePolicy)
});

// EXTERNAL MODULE: ./src/reports/conditions.ts
var conditions = __webpack_require__(213);
// EXTERNAL MODULE: ./src/reports/row-identity.ts
var row_identity = __webpack_require__(53894);
// EXTERNAL MODULE: ./src/text/numbers.ts
var numbers = __webpack_require__(92613);
// EXTERNAL MODULE: ./src/policy/baseline/baseline-entry.ts
var baseline_entry = __webpack_require__(97804);
;// CONCATENATED MODULE: ./src/policy/baseline/baseline.ts

/** Finds violations in the baseline, and records which entries still occur. */
class BaselineIndex {
    /** Path of the file, relative to the workspace. */
    file;
    /** By key, in the file's order. */
    #entries = new Map();
    /** The entries of a rule and a mailbox. */
    #byPair = new Map();
    constructor({ file, entries }) {
        this.file = file;
        for (const entry of entries) {
            const tracked = { entry, found: false, isComplete: false };
            this.#entries.set((0,baseline_entry/* baselineKey */.x2)(entry), tracked);
            const pair = pairKey(entry.rule, entry.address);
            const ofPair = this.#byPair.get(pair) ?? [];
            ofPair.push(tracked);
            this.#byPair.set(pair, ofPair);
        }
    }
    /** The entry of a violation, which still occurs; undefined if the baseline has none. */
    find(violation) {
        const tracked = this.#entries.get((0,baseline_entry/* baselineKey */.x2)(violation));
        if (tracked !== undefined)
            tracked.found = true;
        return tracked?.entry;
    }
    /** Records that `find` was called for all violations of a rule by a mailbox, and that the mailbox was read completely. */
    markComplete(rule, address) {
        const pair = pairKey((0,baseline_entry/* writtenText */.v4)(rule), (0,baseline_entry/* writtenText */.v4)(address));
        for (const tracked of this.#byPair.get(pair) ?? [])
            tracked.isComplete = true;
    }
    get size() {
        return this.#entries.size;
    }
    /** Entries that no longer occur, in the file's order. Entries about mailboxes that were not read are not among them. */
    get stale() {
        return [...this.#entries.values()].filter(isStale).map(({ entry }) => entry);
    }
    /** All other entries. */
    *kept() {
        for (const tracked of this.#entries.values())
            if (!isStale(tracked))
                yield tracked.entry;
    }
}
function isStale({ found, isComplete }) {
    return isComplete && !found;
}
function pairKey(rule, address) {
    return `${rule}\0${address.toLowerCase()}`;
}

// EXTERNAL MODULE: ./src/policy/exemptions.ts
var policy_exemptions = __webpack_require__(82680);
// EXTERNAL MODULE: ./src/policy/finding-message.ts
var finding_message = __webpack_require__(25341);
// EXTERNAL MODULE: ./src/policy/verdict.ts
var policy_verdict = __webpack_require__(75187);
;// CONCATENATED MODULE: ./src/policy/judge.ts








/**
 * Compiles a policy once for the run. Rules about other reports are ignored. Import this module lazily: a run
 * without a policy does not need Ajv.
 *
 * @param now decides which exemptions have expired, and what `today` means in limits of dates
 * @param committed the baseline, whose entries are known violations
 * @param addressesOf every known address of a listed mailbox: an exemption of any applies to it
 */
function compilePolicy(policy, reports, now, committed, addressesOf = (address) => [address]) {
    const exemptions = new policy_exemptions/* ExemptionIndex */.cv(policy.exemptions, now);
    const baseline = committed === undefined ? undefined : new BaselineIndex(committed);
    const judges = new Map();
    const usage = policy.rules.map((rule) => ({ rule, mailboxes: 0, applied: 0 }));
    for (const report of reports) {
        const ofReport = usage.filter(({ rule }) => rule.report === report.name);
        if (ofReport.length === 0)
            continue;
        const compiled = ofReport.map((one) => compileRule(one, report, now));
        judges.set(report.name, (rows) => {
            const judged = compiled.map((rule) => judgeRule(rule, rows, { exemptions, baseline, addressesOf }));
            return { rows: rows.map((row, at) => rowVerdict(row, at, judged)), rules: judged.map(({ result }) => result) };
        });
    }
    return {
        judgeOf: (report) => judges.get(report),
        exemptions,
        baseline,
        unusedRules: () => unusedRules(usage),
    };
}
/** Throws if the report lacks a column of the rule. Rules of a policy file have been checked for that. */
function compileRule(usage, report, now) {
    const { rule } = usage;
    return {
        rule,
        report,
        when: (0,conditions/* compileConditions */.am)(rule.when, report, now),
        expect: (0,conditions/* compileConditions */.am)(rule.expect, report, now),
        identity: (0,row_identity/* rowIdentity */.lM)(report),
        usage,
    };
}
function judgeRule(compiled, rows, { exemptions, baseline, addressesOf }) {
    const { rule, report, identity, usage } = compiled;
    const { mailbox } = rows[0];
    const evaluations = rows.map((row) => evaluateRow(compiled, row));
    const isViolated = evaluations.some(({ violated }) => violated.length > 0);
    const exemption = isViolated ? exemptions.exempt(rule.id, ...addressesOf(mailbox.address)) : undefined;
    const findings = [];
    const ofRows = evaluations.map(({ row, violated, unknown, verdict }) => {
        if (verdict === undefined || verdict === 'pass')
            return verdict;
        const item = identity.itemOf(row);
        const about = { rule, mailbox, row, item };
        const found = violated.map((condition) => {
            const { column, expected } = condition;
            const value = (0,conditions/* valueOf */.RP)(condition, row);
            // Also for an exempt violation, since its entry is still needed when the exemption has expired.
            const rowDigest = identity.digestOf(row, column);
            const violation = { item, row: rowDigest, column, found: value };
            const entry = baseline?.find((0,baseline_entry/* violationIdentity */.Eq)(rule.id, mailbox.address, violation));
            const failure = rule.severity === 'error' ? 'fail' : 'warn';
            const reason = exemption !== undefined ? 'exempt' : entry !== undefined ? 'known' : failure;
            const addedOn = reason === 'known' ? entry?.addedOn : undefined;
            const message = (0,finding_message/* violationMessage */.nW)({ message: rule.message, report, row, item, column, found: value, expected });
            const reported = { column, found: value, expected, message };
            return { ...about, rowDigest, verdict: reason, ...reported, exemption, addedOn };
        });
        findings.push(...found);
        if (found.length > 0)
            return (0,policy_verdict/* worst */.QZ)(found.map((finding) => finding.verdict));
        if (verdict === 'inconclusive' && row.status === 'ok') {
            const message = (0,finding_message/* inconclusiveMessage */.qU)(unknown, item);
            findings.push({ ...about, rowDigest: '', verdict, column: '', found: null, expected: '', message });
        }
        return verdict;
    });
    const verdict = (0,policy_verdict/* worstRow */.Yf)(ofRows.filter((one) => one !== undefined));
    if (rows.some(isItem))
        usage.mailboxes += 1;
    if (evaluations.some(({ row, verdict: one }) => isItem(row) && one !== undefined))
        usage.applied += 1;
    if (verdict === 'inconclusive')
        exemptions.addInconclusive(rule.id, ...addressesOf(mailbox.address));
    if (!evaluations.some(({ isUncertain }) => isUncertain))
        baseline?.markComplete(rule.id, mailbox.address);
    return { result: { rule, verdict, findings }, ofRows };
}
function evaluateRow({ when, expect }, row) {
    // Of an unreadable mailbox, or one without items, only the address and what the list says is known.
    const known = isItem(row) ? when : when.filter(({ cell }) => cell === undefined);
    const applies = known.map((condition) => (0,conditions/* resultOf */.Bg)(condition, row, 'met'));
    const evaluation = { row, violated: [], unknown: [], isUncertain: false };
    if (applies.includes('unmet'))
        return { ...evaluation, verdict: undefined };
    if (row.status !== 'ok')
        return { ...evaluation, verdict: 'inconclusive', isUncertain: true };
    if (!isItem(row))
        return { ...evaluation, verdict: 'pass' };
    const results = expect.map((condition) => (0,conditions/* resultOf */.Bg)(condition, row, 'unmet'));
    const violated = applies.includes('unknown') ? [] : expect.filter((_, at) => results[at] === 'unmet');
    const all = [...applies, ...results];
    const unknown = [...known, ...expect].flatMap(({ column }, at) => (all[at] === 'unknown' ? [column] : []));
    const isUncertain = unknown.length > 0;
    const verdict = violated.length > 0 ? 'fail' : isUncertain ? 'inconclusive' : 'pass';
    return { row, verdict, violated, unknown: [...new Set(unknown)], isUncertain };
}
/** Whether a row is about something that was read. */
function isItem({ status, content }) {
    return status === 'ok' && content === 'item';
}
/** An unreadable row is inconclusive, even if no rule applies to its address. */
function rowVerdict(row, at, judged) {
    const found = judged.map(({ result, ofRows }) => ({ id: result.rule.id, verdict: ofRows[at] ?? 'pass' }));
    return {
        verdict: (0,policy_verdict/* worst */.QZ)([row.status === 'ok' ? 'pass' : 'inconclusive', ...found.map(({ verdict }) => verdict)]),
        violations: found.filter(({ verdict }) => verdict !== 'pass' && verdict !== 'inconclusive').map(({ id }) => id),
    };
}
const MAX_WARNINGS = 5;
function unusedRules(usage) {
    const unused = usage.filter(({ mailboxes, applied }) => mailboxes > 0 && applied === 0);
    return unused.slice(0, MAX_WARNINGS).map(({ rule: { id, place }, mailboxes }, at) => {
        const others = at === MAX_WARNINGS - 1 ? unused.length - MAX_WARNINGS : 0;
        const more = others === 0 ? '' : ` The same is true of ${(0,numbers/* counted */.hS)(others, 'other rule', 'other rules')}.`;
        const message = `The rule "${id}" applied to 0 of ${(0,numbers/* counted */.hS)(mailboxes, 'mailbox', 'mailboxes')}: no row meets its "when".${more}`;
        return { message, place };
    });
}


/***/ }),

/***/ 213:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   Bg: () => (/* binding */ resultOf),
/* harmony export */   Jr: () => (/* binding */ addressMatcher),
/* harmony export */   RP: () => (/* binding */ valueOf),
/* harmony export */   am: () => (/* binding */ compileConditions),
/* harmony export */   compileHighlights: () => (/* binding */ compileHighlights)
/* harmony export */ });
/* harmony import */ var _schema_cell_schema_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(69507);
/* harmony import */ var _schema_expected_text_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(38639);
/* harmony import */ var _schema_relative_dates_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(64043);
/* harmony import */ var _schema_spelling_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(88105);
/* harmony import */ var _definition_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(54530);





/**
 * Throws if the report lacks one of the columns. Conditions of files have been checked for that.
 *
 * @param now what `now` and `today` mean in limits of dates
 */
function compileConditions(columns, report, now) {
    const names = Object.keys(report.columns);
    return Object.entries(columns).map(([column, written]) => {
        const schema = (0,_schema_relative_dates_js__WEBPACK_IMPORTED_MODULE_2__/* .resolveDates */ .EX)(written, now);
        if (column === _definition_js__WEBPACK_IMPORTED_MODULE_4__/* .MAILBOX_COLUMN */ .aN)
            return { column, cell: undefined, ...addressCondition(schema) };
        const listed = report.listColumns?.get(column);
        if (listed !== undefined)
            return { column, cell: undefined, listed, ...cellCondition(schema, new _schema_spelling_js__WEBPACK_IMPORTED_MODULE_3__/* .Spelling */ .Z(undefined)) };
        const cell = names.indexOf(column);
        if (cell === -1)
            throw new Error(`the report ${report.name} has no column ${column}`);
        return { column, cell, ...cellCondition(schema, new _schema_spelling_js__WEBPACK_IMPORTED_MODULE_3__/* .Spelling */ .Z((0,_definition_js__WEBPACK_IMPORTED_MODULE_4__/* .columnType */ .DW)(report, column))) };
    });
}
function blankAsNull(text = '') {
    return text === '' ? null : text;
}
/** The value that a condition is about. */
function valueOf({ cell, listed }, { cells, mailbox }) {
    if (listed !== undefined)
        return blankAsNull(mailbox.columns?.[listed]);
    return cell === undefined ? mailbox.address : (cells[cell] ?? null);
}
/**
 * Whether a row meets the condition. `unknown`: the value is not fully known. The mailbox's address always is, and what the list
 * says; a file without the column says nothing.
 *
 * A list that is not fully known has at least the items that it shows. They decide a condition only with the result `certain`: a
 * forwarding address outside violates a rule whatever else is unknown, but others inside do not pass it.
 */
function resultOf(condition, row, certain) {
    const value = valueOf(condition, row);
    const { cell, listed } = condition;
    const isUnknown = listed === undefined
        ? cell !== undefined && row.incomplete?.has(cell) === true
        : typeof row.mailbox.columns?.[listed] !== 'string';
    if (isUnknown && !(Array.isArray(value) && value.length > 0))
        return 'unknown';
    const result = condition.accepts(value) ? 'met' : 'unmet';
    return isUnknown && result !== certain ? 'unknown' : result;
}
/** Whether a mailbox's address meets a schema of `MailboxName`, as a function. Case does not count. */
function addressMatcher(schema) {
    return addressCondition(schema).accepts;
}
function cellCondition(schema, spelling) {
    const spelled = spelling.schema(schema);
    const accepts = (0,_schema_cell_schema_js__WEBPACK_IMPORTED_MODULE_0__/* .compileCell */ .CH)(spelled);
    return { accepts: (cell) => accepts(spelling.cell(cell)), expected: (0,_schema_expected_text_js__WEBPACK_IMPORTED_MODULE_1__/* .expectedText */ .G)(spelled) };
}
function addressCondition(schema) {
    const spelling = new _schema_spelling_js__WEBPACK_IMPORTED_MODULE_3__/* .Spelling */ .Z(undefined, true);
    const spelled = spelling.schema(schema);
    const accepts = (0,_schema_cell_schema_js__WEBPACK_IMPORTED_MODULE_0__/* .compileCell */ .CH)(spelled, 'i');
    return { accepts: (address) => accepts(spelling.cell(address)), expected: (0,_schema_expected_text_js__WEBPACK_IMPORTED_MODULE_1__/* .expectedText */ .G)(spelled, 'addresses') };
}
const NONE = [];
/**
 * Compiles the highlights of a report. Only rows that were read and are about an item have highlights. Throws as
 * `compileConditions` does.
 *
 * @param now what `now` and `today` mean in limits of dates
 * @param reports those of the run: a highlight may need others than its own
 * @returns undefined if the report has none
 */
function compileHighlights(report, now, reports = []) {
    const { highlights = [] } = report;
    if (highlights.length === 0)
        return undefined;
    const compiled = highlights.map(({ when, beside = {} }) => ({
        when: compileConditions(when, report, now),
        others: Object.entries(beside).map(([name, columns]) => {
            const other = reports.find((one) => one.name === name);
            return { name, when: other && compileConditions(columns, other, now) };
        }),
    }));
    const highlightsOf = (row, beside) => {
        let found;
        for (const [at, { when, others }] of compiled.entries()) {
            if (!isMet(when, row))
                continue;
            if (others.every((other) => isMet(other.when, beside(other.name)?.[0])))
                (found ??= []).push(at);
        }
        return found ?? NONE;
    };
    return (rows, beside = () => undefined) => rows.map((row) => highlightsOf(row, beside));
}
/** False if there is no report, or no row about an item. */
function isMet(conditions, row) {
    if (conditions === undefined || row?.status !== 'ok' || row.content === 'none')
        return false;
    return conditions.every((condition) => resultOf(condition, row, 'met') === 'met');
}


/***/ }),

/***/ 69507:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   CH: () => (/* binding */ compileCell),
/* harmony export */   IT: () => (/* binding */ linearFormats),
/* harmony export */   y4: () => (/* binding */ newAjv)
/* harmony export */ });
/* harmony import */ var _pattern_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(26005);
/* harmony import */ var ajv_formats_dist_formats_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(10779);
/* harmony import */ var ajv_formats_dist_limit_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(51284);
/* harmony import */ var ajv_dist_2020_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(52210);
/* harmony import */ var ajv_dist_2020_js__WEBPACK_IMPORTED_MODULE_3___default = /*#__PURE__*/__webpack_require__.n(ajv_dist_2020_js__WEBPACK_IMPORTED_MODULE_3__);




/**
 * A validator of draft 2020-12 that stops at the first error. Patterns and formats take time linear in the text.
 *
 * @param flags of patterns; `i`: case does not count
 */
function newAjv(flags = '') {
    const ajv = new ajv_dist_2020_js__WEBPACK_IMPORTED_MODULE_3__.Ajv2020({
        strict: true,
        strictTypes: false,
        strictTuples: false,
        strictRequired: false,
        allowMatchingProperties: true,
        allowUnionTypes: true,
        logger: false,
        // Members such as `constructor` are not part of a cell.
        ownProperties: true,
        // checkSchema() has validated the schema. Optimizing the generated code takes longer than running it.
        validateSchema: false,
        code: { optimize: false, regExp: Object.assign((source) => (0,_pattern_js__WEBPACK_IMPORTED_MODULE_0__/* .compilePattern */ .Eb)(source, flags), { code: '' }) },
        formats: linearFormats(),
    });
    ajv.addKeyword(ajv_formats_dist_limit_js__WEBPACK_IMPORTED_MODULE_2__/* .formatLimitDefinition */ .AR);
    return ajv;
}
/** By flags. */
const validators = new Map();
/** By flags and schema: compiling takes longest in a large policy, whose rules have many schemas in common. */
const compiled = new Map();
/**
 * Whether a cell meets a schema, as a function. Throws for an invalid schema; those of policy files have been checked.
 *
 * @param flags of patterns; `i`: case does not count, as in addresses
 */
function compileCell(schema, flags = '') {
    const key = `${flags} ${JSON.stringify(schema)}`;
    const known = compiled.get(key);
    if (known !== undefined)
        return known;
    const ajv = validators.get(flags) ?? newAjv(flags);
    validators.set(flags, ajv);
    const validate = ajv.compile(schema);
    const accepts = (cell) => validate(cell);
    compiled.set(key, accepts);
    return accepts;
}
/**
 * The formats of ajv-formats, each in time linear in the text. Those that ajv-formats writes as regular expressions run on
 * RE2; those that RE2 cannot express, or that backtrack, are written anew.
 */
function linearFormats() {
    const formats = Object.entries(ajv_formats_dist_formats_js__WEBPACK_IMPORTED_MODULE_1__/* .fullFormats */ .U9).map(([name, format]) => {
        const own = Object.hasOwn(REWRITTEN, name) ? REWRITTEN[name] : undefined;
        return [name, own ?? (format instanceof RegExp ? onRe2(format.source, format.flags) : format)];
    });
    return Object.fromEntries(formats);
}
const reference = ajv_formats_dist_formats_js__WEBPACK_IMPORTED_MODULE_1__/* .fullFormats */ .U9['uri-reference'];
const isReference = onRe2(reference instanceof RegExp ? reference.source : '', 'i');
const isDuration = onRe2('^P(?:\\d+W|(?:\\d+Y)?(?:\\d+M)?(?:\\d+D)?(?:T(?:\\d+H)?(?:\\d+M)?(?:\\d+S)?)?)$', '');
const isHostname = onRe2('^[a-z0-9](?:[a-z0-9-]{0,61}[a-z0-9])?(?:\\.[a-z0-9](?:[a-z0-9-]{0,61}[a-z0-9])?)*\\.?$', 'i');
const REWRITTEN = {
    uri: (text) => /^[a-z][a-z0-9+.-]*:/i.test(text) && isReference(text),
    url: (text) => /^(?:https?|ftp):\/\/\S+$/iu.test(text) && URL.canParse(text),
    duration: (text) => !/[PT]$/.test(text) && isDuration(text),
    hostname: (text) => text.length <= 254 && isHostname(text) && text.replace(/\.$/, '').length <= 253,
    byte: onRe2('^(?:[A-Za-z0-9+/]{4})*(?:[A-Za-z0-9+/]{2}==|[A-Za-z0-9+/]{3}=)?$', ''),
    regex: (text) => text.length <= 1000 && (0,_pattern_js__WEBPACK_IMPORTED_MODULE_0__/* .syntaxProblem */ .R8)(text) === undefined,
};
/** Compiles at the first text: most formats are never used. */
function onRe2(source, flags) {
    let pattern;
    return (text) => {
        pattern ??= (0,_pattern_js__WEBPACK_IMPORTED_MODULE_0__/* .compilePattern */ .Eb)(source, flags.includes('i') ? 'i' : '');
        return pattern.test(text);
    };
}


/***/ }),

/***/ 26005:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   AL: () => (/* binding */ patternProblem),
/* harmony export */   Eb: () => (/* binding */ compilePattern),
/* harmony export */   R8: () => (/* binding */ syntaxProblem)
/* harmony export */ });
/* harmony import */ var re2js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(2856);

/** Instructions of a compiled pattern. The time for each character of a crafted text is proportional to them. */
const MAX_SIZE = 2500;
/**
 * Compiles a regular expression of RE2 (https://github.com/google/re2/wiki/Syntax), which takes time linear in the text:
 * mailbox owners write the texts, and crafted ones block a backtracking engine forever. Throws if RE2 does not support it.
 *
 * @param flags `i`: case does not count
 */
function compilePattern(source, flags = '') {
    const compiled = re2js__WEBPACK_IMPORTED_MODULE_0__/* .RE2JS */ .L3.compile(source, flags === 'i' ? re2js__WEBPACK_IMPORTED_MODULE_0__/* .RE2JS */ .L3.CASE_INSENSITIVE : 0);
    return { test: (text) => compiled.test(text), toString: () => source };
}
/** Why a pattern cannot be used; undefined if it can. */
function patternProblem(source) {
    const problem = syntaxProblem(source);
    if (problem !== undefined || re2js__WEBPACK_IMPORTED_MODULE_0__/* .RE2JS */ .L3.compile(source).programSize() <= MAX_SIZE)
        return problem;
    return {
        at: 0,
        message: 'its counts are too large',
        hint: 'Use smaller counts, write {6,} for {6,1000}, or use minLength and maxLength.',
    };
}
/** What RE2 does not support about a pattern; undefined if it supports the pattern. */
function syntaxProblem(source) {
    try {
        re2js__WEBPACK_IMPORTED_MODULE_0__/* .RE2JS */ .L3.compile(source);
        return undefined;
    }
    catch (error) {
        if (!(error instanceof re2js__WEBPACK_IMPORTED_MODULE_0__/* .RE2JSSyntaxException */ .pB))
            throw error;
        const part = error.input ?? '';
        const at = Math.max(source.indexOf(part), 0);
        const known = UNSUPPORTED.find(({ start }) => start.test(part));
        return {
            at,
            message: known?.message ?? `${error.error}${part === '' ? '' : `: ${part}`}`,
            hint: known?.hint ?? SYNTAX,
        };
    }
}
const SYNTAX = "Patterns use RE2 syntax: https://github.com/google/re2/wiki/Syntax. Put them into single quotes, as in '^a\\.b'.";
/** By the start of the part that RE2 refuses. */
const UNSUPPORTED = [
    {
        start: /^\(\?<?[=!]/,
        message: 'look-around is not supported',
        hint: 'Combine patterns instead: allOf: [{ pattern: ... }, { not: { pattern: ... } }].',
    },
    {
        start: /^(?:\\[1-9k]|\(\?P)/,
        message: 'back references are not supported',
        hint: 'Write out the texts that may be repeated, as in (?:aa|bb).',
    },
    {
        start: /^\{/,
        message: 'a count is out of range',
        hint: 'Counts go up to 1,000, and nested counts multiply. Use minLength and maxLength for long texts.',
    },
    {
        start: /^(?:\(\?>|[*+?}]\+)/,
        message: 'atomic groups and possessive repetitions are not supported',
        hint: 'Write (?:...) and a plain *, + or ?: RE2 never backtracks.',
    },
    {
        start: /^\\[uc]/,
        message: 'this escape is not supported',
        hint: 'Write the number of a character in hexadecimal digits, as in \\x{e4}.',
    },
    {
        start: /^\[\^\]/,
        message: 'an empty class is not supported',
        hint: 'Write (?s:.) for any character.',
    },
    {
        start: /^\\[pP]/,
        message: 'this character class is not known',
        hint: 'Write a category such as \\p{L} or \\p{Lu}, or a script such as \\p{Greek}.',
    },
];


/***/ }),

/***/ 64043:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   Dj: () => (/* binding */ isRelativeDate),
/* harmony export */   EX: () => (/* binding */ resolveDates),
/* harmony export */   Gu: () => (/* binding */ isDateLimit)
/* harmony export */ });
/* harmony import */ var _json_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(8301);
/* harmony import */ var _text_numbers_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(92613);
/* harmony import */ var _keywords_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(9131);



const RELATIVE = /^today(?:([+-])(\d{1,5})d)?$/;
const NOW = 'now';
/** The keywords that limit dates, and whether the limit is at the end of its day. */
const LIMITS = new Map([
    ['formatMinimum', false],
    ['formatExclusiveMaximum', false],
    ['formatMaximum', true],
    ['formatExclusiveMinimum', true],
]);
const FORMATS = new Set(['date', 'date-time', 'iso-date-time']);
/** Whether a keyword limits dates and times. */
function isDateLimit(keyword) {
    return LIMITS.has(keyword);
}
/** Whether a limit such as `today+30d` or `now` can be resolved for a format. A date cannot be `now`. */
function isRelativeDate(limit, format) {
    if (limit === NOW)
        return format !== 'date' && FORMATS.has(format);
    return typeof limit === 'string' && RELATIVE.test(limit) && FORMATS.has(format);
}
/**
 * A schema with limits such as `today+30d` replaced by dates. Days are in UTC. `formatMaximum: today` includes the whole
 * day, `formatExclusiveMinimum: today` excludes it. `now` is the exact time.
 *
 * @param now epoch ms
 */
function resolveDates(schema, now) {
    return typeof schema === 'boolean' ? schema : resolved(schema, now);
}
function resolved(schema, now) {
    const { format } = schema;
    const entries = Object.entries((0,_keywords_js__WEBPACK_IMPORTED_MODULE_0__/* .mapSubschemas */ .TY)(schema, (inside) => ((0,_json_js__WEBPACK_IMPORTED_MODULE_1__/* .isObject */ .Gv)(inside) ? resolved(inside, now) : inside)));
    return Object.fromEntries(entries.map(([keyword, limit]) => {
        const atEnd = LIMITS.get(keyword);
        if (atEnd === undefined || typeof limit !== 'string' || !isRelativeDate(limit, format))
            return [keyword, limit];
        if (limit === NOW)
            return [keyword, new Date(now).toISOString()];
        const [, sign = '+', days = '0'] = RELATIVE.exec(limit) ?? [];
        const day = new Date((Math.floor(now / _text_numbers_js__WEBPACK_IMPORTED_MODULE_2__/* .DAY_MS */ .sO) + Number(sign + days)) * _text_numbers_js__WEBPACK_IMPORTED_MODULE_2__/* .DAY_MS */ .sO).toISOString().slice(0, 10);
        return [keyword, format === 'date' ? day : `${day}T${atEnd ? '23:59:59.999' : '00:00:00'}Z`];
    }));
}


/***/ }),

/***/ 88105:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   W: () => (/* binding */ enumTexts),
/* harmony export */   Z: () => (/* binding */ Spelling)
/* harmony export */ });
/* harmony import */ var _json_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(8301);
/* harmony import */ var _keywords_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(9131);
var _a;


/** Keywords whose schemas apply to members of any name. */
const OF_ANY_MEMBER = new Set(['additionalProperties', 'unevaluatedProperties', 'patternProperties']);
/** The texts under `enum` of a column, directly or in an array. */
function enumTexts(type) {
    const values = (0,_json_js__WEBPACK_IMPORTED_MODULE_1__/* .property */ .MZ)(type, 'enum') ?? (0,_json_js__WEBPACK_IMPORTED_MODULE_1__/* .property */ .MZ)((0,_json_js__WEBPACK_IMPORTED_MODULE_1__/* .property */ .MZ)(type, 'items'), 'enum');
    return Array.isArray(values) ? values.filter((value) => typeof value === 'string') : [];
}
/**
 * One spelling for texts that differ only in case, so that a schema can compare values exactly although Graph varies their
 * case: Graph's documented spelling, and for unknown texts the first one seen.
 */
class Spelling {
    /** Maps a spelling, its lower case and other spellings of schemas to the one spelling. */
    #known = new Map();
    /** For the members of an object. */
    #members = new Map();
    #folds;
    /**
     * @param type what a column can hold, or a member of an object in it
     * @param folds whether texts are compared without case; for members, their types decide
     */
    constructor(type, folds = enumTexts(type).length > 0) {
        this.#folds = folds;
        for (const text of enumTexts(type))
            this.#text(text, true);
        const members = (0,_json_js__WEBPACK_IMPORTED_MODULE_1__/* .property */ .MZ)(type, 'properties');
        for (const [name, member] of Object.entries((0,_json_js__WEBPACK_IMPORTED_MODULE_1__/* .isObject */ .Gv)(members) ? members : {})) {
            if ((0,_json_js__WEBPACK_IMPORTED_MODULE_1__/* .isObject */ .Gv)(member))
                this.#members.set(name, new _a(member));
        }
    }
    /** The cell in the spelling that schemas compare. */
    cell(cell) {
        return this.#value(cell, false);
    }
    /** The schema with the texts under `const` and `enum` in the one spelling, at any depth. Adds unknown texts. */
    schema(schema) {
        return typeof schema === 'boolean' ? schema : this.#keywords(schema);
    }
    #keywords(schema) {
        const spelled = Object.entries(schema).map(([keyword, value]) => [
            keyword,
            keyword === 'const' || keyword === 'enum' ? this.#value(value, true) : value,
        ]);
        return (0,_keywords_js__WEBPACK_IMPORTED_MODULE_0__/* .mapSubschemas */ .TY)(Object.fromEntries(spelled), (inside, keyword, name) => {
            if (!(0,_json_js__WEBPACK_IMPORTED_MODULE_1__/* .isObject */ .Gv)(inside))
                return inside;
            const members = OF_ANY_MEMBER.has(keyword) ? [this, ...this.#members.values()] : [this];
            // Values deeper inside members without a type are compared with case.
            const own = keyword === 'properties' ? [this.#members.get(String(name)) ?? new _a(undefined)] : members;
            return own.reduce((found, spelling) => spelling.#keywords(found), inside);
        });
    }
    #value(value, learn) {
        if (typeof value === 'string')
            return this.#text(value, learn);
        if (Array.isArray(value))
            return value.map((element) => this.#value(element, learn));
        if (!(0,_json_js__WEBPACK_IMPORTED_MODULE_1__/* .isObject */ .Gv)(value) || this.#members.size === 0)
            return value;
        const members = Object.entries(value).map(([name, member]) => {
            const spelling = this.#members.get(name);
            return [name, spelling === undefined ? member : spelling.#value(member, learn)];
        });
        return Object.fromEntries(members);
    }
    #text(text, learn) {
        if (!this.#folds)
            return text;
        const spelled = this.#known.get(text) ?? this.#known.get(text.toLowerCase()) ?? text;
        if (learn)
            this.#known.set(spelled, spelled).set(text, spelled).set(text.toLowerCase(), spelled);
        return spelled;
    }
}
_a = Spelling;


/***/ })

};
