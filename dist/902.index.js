export const id = 902;
export const ids = [902];
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
/** Finds the exemption of a mailbox, or of a row of a table, from a rule, and counts how each exemption is used. */
class ExemptionIndex {
    #entries;
    #byRule;
    /** @param now decides for the whole run which exemptions have expired */
    constructor(exemptions, now) {
        this.#entries = exemptions.map((exemption) => {
            const daysLeft = (0,_text_numbers_js__WEBPACK_IMPORTED_MODULE_1__/* .daysUntil */ .AQ)(exemption.expires, now);
            const names = matcherOf(exemption);
            return {
                exemption,
                daysLeft,
                inForce: daysLeft >= 0,
                names,
                covered: 0,
                missed: 0,
                mayCover: false,
                isMatched: false,
            };
        });
        this.#byRule = Map.groupBy(this.#entries, ({ exemption }) => exemption.rule);
    }
    /** Records that the run has a mailbox, with every name that is known of it. */
    see(rule, names) {
        const unmatched = (this.#byRule.get(rule) ?? []).filter(({ isMatched }) => !isMatched);
        if (unmatched.length === 0)
            return;
        const folded = names.map((name) => name.toLowerCase());
        for (const entry of unmatched)
            entry.isMatched = folded.some(entry.names);
    }
    /** Records that it is not known which of the exempted rows a table has. */
    seeUnknown(rule) {
        for (const entry of this.#byRule.get(rule) ?? [])
            entry.isMatched = true;
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
        return this.#entries.map(({ exemption, daysLeft, inForce, covered, missed, mayCover, isMatched }) => ({
            exemption,
            daysLeft,
            expired: !inForce,
            endsSoon: endsSoon(daysLeft),
            covered,
            missed,
            usage: covered + missed > 0 ? 'in-use' : mayCover ? 'unknown' : 'unused',
            isMatched,
        }));
    }
    #naming(rule, addresses) {
        const folded = addresses.map((address) => address.toLowerCase());
        return (this.#byRule.get(rule) ?? []).filter(({ names }) => folded.some(names));
    }
}
/** Whether an exemption names a mailbox by an address, or a row of a table by its item, in lower case. */
function matcherOf({ mailboxes, items }) {
    const patterns = items ?? mailboxes;
    // Of a table with one row, nothing has to be named.
    return patterns.length === 0 ? () => true : mailboxMatcher(patterns.map(({ pattern }) => pattern));
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
    const lowerCase = pattern.toLowerCase();
    const escaped = lowerCase.replace(/[\\^$.|+()[\]{}]/g, String.raw `\$&`);
    const compiled = (0,_schema_pattern_js__WEBPACK_IMPORTED_MODULE_0__/* .compilePattern */ .Eb)(`(?s)^${escaped.replaceAll('*', '.*').replaceAll('?', '.')}$`);
    const ending = lowerCase.slice(Math.max(lowerCase.lastIndexOf('*'), lowerCase.lastIndexOf('?')) + 1);
    return (address) => {
        const text = address.toLowerCase();
        return text.endsWith(ending) && compiled.test(text);
    };
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
// EXTERNAL MODULE: ./src/reports/table.ts
var table = __webpack_require__(6711);
// EXTERNAL MODULE: ./src/text/numbers.ts
var numbers = __webpack_require__(92613);
// EXTERNAL MODULE: ./src/policy/baseline/baseline-entry.ts
var baseline_entry = __webpack_require__(97804);
;// CONCATENATED MODULE: ./src/policy/baseline/baseline.ts

/** Finds violations in the baseline, and records which entries still occur. */
class BaselineIndex {
    /** Path of the file, relative to the workspace. */
    file;
    /** Of the file, each once. */
    entries;
    /** By key, in the file's order. */
    #entries = new Map();
    /** The entries of a rule and a mailbox. */
    #byPair = new Map();
    #rules;
    constructor({ file, entries }, isChanging) {
        this.file = file;
        this.entries = entries;
        this.#rules = new Set(entries.map(({ rule }) => rule));
        for (const written of entries) {
            const entry = (0,baseline_entry/* currentEntry */.ES)(written, isChanging);
            const key = (0,baseline_entry/* baselineKey */.x2)(entry);
            if (this.#entries.has(key))
                continue;
            const tracked = { entry, found: false, isComplete: false };
            this.#entries.set(key, tracked);
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
    /** Whether it has violations of a rule. */
    hasRule(rule) {
        return this.#rules.has((0,baseline_entry/* writtenText */.v4)(rule));
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
// EXTERNAL MODULE: ./src/policy/register/register.ts
var register = __webpack_require__(34053);
// EXTERNAL MODULE: ./src/policy/verdict.ts
var policy_verdict = __webpack_require__(75187);
;// CONCATENATED MODULE: ./src/policy/judge.ts










/**
 * Compiles a policy once for the run. Rules about other reports are ignored. Import this module lazily: a run
 * without a policy does not need Ajv.
 *
 * @param now decides which exemptions have expired, and what `today` means in limits of dates
 * @param committed the baseline, whose entries are known violations
 * @param namesOf every known address and ID of a listed mailbox: an exemption or an entry of the baseline can have any of them
 */
function compilePolicy(policy, reports, now, committed, namesOf = (address) => [address]) {
    const exemptions = new policy_exemptions/* ExemptionIndex */.cv(policy.exemptions, now);
    const isChanging = (0,baseline_entry/* changingColumns */.Ld)(policy.rules, reports);
    const baseline = committed === undefined ? undefined : new BaselineIndex(committed, isChanging);
    const judges = new Map();
    const tableJudges = new Map();
    const usage = policy.rules.map((rule) => {
        const isOfTable = reports.some((report) => report.name === rule.report && (0,table/* isTable */.bI)(report));
        return { rule, isOfTable, mailboxes: 0, applied: 0 };
    });
    for (const report of reports) {
        const ofReport = usage.filter(({ rule }) => rule.report === report.name);
        if (ofReport.length === 0)
            continue;
        const compiled = ofReport.map((one) => compileRule(one, report, reports, now));
        const accepted = { exemptions, baseline, isChanging };
        if ((0,table/* isTable */.bI)(report)) {
            const subject = { kind: 'table', table: report.name };
            tableJudges.set(report.name, (rows, rowsOf = () => undefined) => verdictOf(rows, (rule) => judgeRule(rule, rows, rowsOf, subject, { ...accepted, names: [''] }), compiled));
            continue;
        }
        judges.set(report.name, (rows, rowsOf = () => undefined, names = []) => {
            const { mailbox } = rows[0];
            const subject = { kind: 'mailbox', mailbox };
            const all = { ...accepted, names: [...new Set([...namesOf(mailbox.address), ...names])] };
            return verdictOf(rows, (rule) => judgeRule(rule, rows, rowsOf, subject, all), compiled);
        });
    }
    return {
        judgeOf: (report) => judges.get(report),
        judgeOfTable: (table) => tableJudges.get(table),
        exemptions,
        baseline,
        register: policy.register && new register/* RegisterIndex */.cd(policy.register, now),
        namesOf,
        unusedRules: () => unusedRules(usage),
    };
}
function verdictOf(rows, judge, rules) {
    const results = rules.map(judge);
    return {
        rows: rows.map((row, index) => rowVerdict(row, index, results)),
        rules: results.map(({ result }) => result),
    };
}
/** Throws if the reports lack a column of the rule. Rules of a policy file have been checked for that. */
function compileRule(usage, report, reports, now) {
    const { rule } = usage;
    return {
        rule,
        report,
        reports,
        when: (0,conditions/* compileConditions */.am)(rule.when, report, now, reports),
        expect: (0,conditions/* compileConditions */.am)(rule.expect, report, now, reports),
        identity: (0,row_identity/* rowIdentity */.lM)(report),
        usage,
    };
}
function judgeRule(compiled, rows, rowsOf, subject, { exemptions, baseline, isChanging, names }) {
    const { rule, identity, usage } = compiled;
    const evaluations = rows.map((row) => evaluateRow(compiled, row, rowsOf));
    const exempting = exemptionsOf(compiled, evaluations, subject, { exemptions, names });
    const findings = [];
    const ofRows = evaluations.map(({ row, violated, unknown, verdict }, at) => {
        if (verdict === undefined || verdict === 'pass')
            return verdict;
        const exemption = violated.length === 0 ? undefined : exempting(at);
        const item = identity.itemOf(row);
        const ofItem = { rule, subject, row, item };
        const ofRow = violated.map((condition) => {
            const { column, expected } = condition;
            const value = (0,conditions/* foundIn */.QR)(condition, row, rowsOf);
            // Also for an exempt violation, since its entry is still needed when the exemption has expired.
            const rowDigest = identity.digestOf(row, column);
            const changesByItself = isChanging(rule.id, column) || undefined;
            const violation = { item, row: rowDigest, column, found: value, changesByItself };
            const entries = names.map((name) => baseline?.find((0,baseline_entry/* violationIdentity */.Eq)(rule.id, name, violation)));
            const entry = entries.find((one) => one !== undefined);
            const failure = rule.severity === 'error' ? 'fail' : 'warn';
            const reason = exemption !== undefined ? 'exempt' : entry !== undefined ? 'known' : failure;
            const addedOn = reason === 'known' ? entry?.addedOn : undefined;
            const message = (0,finding_message/* violationMessage */.nW)({ item, column, found: value, expected }, compiled, row, rowsOf);
            const reported = { column, found: value, changesByItself, expected, message };
            return { ...ofItem, rowDigest, verdict: reason, ...reported, exemption, addedOn };
        });
        findings.push(...ofRow);
        if (ofRow.length > 0)
            return (0,policy_verdict/* worst */.QZ)(ofRow.map((finding) => finding.verdict));
        if (verdict === 'inconclusive' && row.status === 'ok') {
            const message = (0,finding_message/* inconclusiveMessage */.qU)(unknown, item);
            findings.push({ ...ofItem, rowDigest: '', verdict, column: '', found: null, expected: '', message });
        }
        return verdict;
    });
    // A table without rows has nothing that violates the rule.
    const verdict = rows.length === 0 ? 'pass' : (0,policy_verdict/* worstRow */.Yf)(ofRows.filter((one) => one !== undefined));
    const items = rows.filter(isItem).map((row) => identity.itemOf(row));
    if (rows.some(isItem))
        usage.mailboxes += 1;
    if (evaluations.some(({ row, verdict: one }) => isItem(row) && one !== undefined))
        usage.applied += 1;
    if (verdict === 'inconclusive')
        exemptions.addInconclusive(rule.id, ...(subject.kind === 'table' ? items : names));
    const isUncertain = evaluations.some((one) => one.isUncertain);
    if (!isUncertain)
        for (const name of names)
            baseline?.markComplete(rule.id, name);
    return { result: { rule, verdict, findings, isUncertain: isUncertain || undefined }, ofRows };
}
/**
 * The exemption of each row that violates a rule. All rows of a mailbox share one, and its use is counted once; in a table, each row has
 * its own.
 */
function exemptionsOf({ rule, identity }, evaluations, subject, { exemptions, names }) {
    if (subject.kind === 'table') {
        const items = evaluations.map(({ row }) => identity.itemOf(row));
        if (evaluations.every(({ row }) => isItem(row)))
            exemptions.see(rule.id, items);
        else
            exemptions.seeUnknown(rule.id);
        return (row) => exemptions.exempt(rule.id, items[row] ?? '');
    }
    exemptions.see(rule.id, names);
    const isViolated = evaluations.some(({ violated }) => violated.length > 0);
    const exemption = isViolated ? exemptions.exempt(rule.id, ...names) : undefined;
    return () => exemption;
}
function evaluateRow({ when, expect: expected }, row, rowsOf) {
    const resultFor = (condition, certain) => {
        const conditionRow = (0,conditions/* rowOf */.OB)(condition, row, rowsOf);
        return conditionRow === undefined ? 'unknown' : (0,conditions/* resultOf */.Bg)(condition, conditionRow, certain);
    };
    // Of an unreadable mailbox, or one without items, only the address, what the list says and other reports are known.
    const decidable = isItem(row) ? when : when.filter(({ isOfCell, report }) => !isOfCell || report !== undefined);
    const applies = decidable.map((condition) => resultFor(condition, 'met'));
    const evaluation = { row, violated: [], unknown: [], isUncertain: false };
    const isLeftOut = (condition) => {
        const conditionRow = (0,conditions/* rowOf */.OB)(condition, row, rowsOf);
        return conditionRow !== undefined && condition.isNotApplicable(conditionRow);
    };
    if (applies.includes('unmet') || decidable.some(isLeftOut))
        return { ...evaluation, verdict: undefined };
    if (row.status !== 'ok')
        return { ...evaluation, verdict: 'inconclusive', isUncertain: true };
    if (!isItem(row))
        return { ...evaluation, verdict: 'pass' };
    const expect = expected.filter((condition) => !isLeftOut(condition));
    if (expect.length === 0 && expected.length > 0)
        return { ...evaluation, verdict: undefined };
    const results = expect.map((condition) => resultFor(condition, 'unmet'));
    const violated = applies.includes('unknown') ? [] : expect.filter((_, index) => results[index] === 'unmet');
    const all = [...applies, ...results];
    const unknown = [...decidable, ...expect].flatMap(({ column }, index) => (all[index] === 'unknown' ? [column] : []));
    const isUncertain = unknown.length > 0;
    const verdict = violated.length > 0 ? 'fail' : isUncertain ? 'inconclusive' : 'pass';
    return { row, verdict, violated, unknown: [...new Set(unknown)], isUncertain };
}
/** Whether a row is about something that was read. */
function isItem({ status, content }) {
    return status === 'ok' && content === 'item';
}
/** An unreadable row is inconclusive, even if no rule applies to its address. */
function rowVerdict(row, index, results) {
    const verdicts = results.map(({ result, ofRows }) => ({ id: result.rule.id, verdict: ofRows[index] ?? 'pass' }));
    return {
        verdict: (0,policy_verdict/* worst */.QZ)([row.status === 'ok' ? 'pass' : 'inconclusive', ...verdicts.map(({ verdict }) => verdict)]),
        violations: verdicts.filter(({ verdict }) => verdict !== 'pass' && verdict !== 'inconclusive').map(({ id }) => id),
    };
}
const MAX_WARNINGS = 5;
function unusedRules(usage) {
    const unused = usage.filter(({ mailboxes, applied }) => mailboxes > 0 && applied === 0);
    return unused.slice(0, MAX_WARNINGS).map(({ rule: { id, report, place }, isOfTable, mailboxes }, index) => {
        const otherCount = index === MAX_WARNINGS - 1 ? unused.length - MAX_WARNINGS : 0;
        const sentence = otherCount === 0 ? '' : ` The same is true of ${(0,numbers/* counted */.hS)(otherCount, 'other rule', 'other rules')}.`;
        const of = isOfTable ? `the rows of ${report}` : (0,numbers/* counted */.hS)(mailboxes, 'mailbox', 'mailboxes');
        const message = `The rule "${id}" applied to 0 of ${of}: no row meets its "when".${sentence}`;
        return { message, place };
    });
}


/***/ })

};
