export const id = 371;
export const ids = [371];
export const modules = {

/***/ 82680:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   AQ: () => (/* binding */ daysUntil),
/* harmony export */   C_: () => (/* binding */ endsSoon),
/* harmony export */   cv: () => (/* binding */ ExemptionIndex)
/* harmony export */ });
/* harmony import */ var _wildcard_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(12930);

const DAY = 24 * 60 * 60 * 1000;
/** Days of warning before an exemption expires. */
const SOON = 30;
/**
 * Days from `now` (epoch ms) until an exemption's last day, both in UTC. Negative after that day; NaN if `expires` is not a
 * date.
 */
function daysUntil(expires, now) {
    return Date.parse(`${expires}T00:00:00Z`) / DAY - Math.floor(now / DAY);
}
/** Whether an exemption with so many days left ends within the warning period. */
function endsSoon(daysLeft) {
    return daysLeft >= 0 && daysLeft <= SOON;
}
/** Finds the exemption of a mailbox from a rule, and counts how each exemption is used. */
class ExemptionIndex {
    #entries;
    #byRule = new Map();
    /** @param now epoch ms; decides for the whole run which exemptions have expired */
    constructor(exemptions, now) {
        this.#entries = exemptions.map((exemption, position) => {
            const daysLeft = daysUntil(exemption.expires, now);
            return { exemption, position, daysLeft, inForce: daysLeft >= 0, covered: 0, missed: 0, doubted: false };
        });
        for (const entry of this.#entries)
            this.#register(entry);
    }
    /**
     * The exemption that covers a mailbox that violates a rule: the first one in the policy that applies. Counts it, so call
     * this once for each rule and mailbox.
     */
    cover(rule, address) {
        const ofRule = this.#byRule.get(rule);
        const entries = ofRule === undefined ? [] : matching(ofRule, address.toLowerCase());
        const holding = entries.filter(({ inForce }) => inForce);
        for (const entry of holding)
            entry.covered += 1;
        if (holding.length === 0)
            for (const entry of entries)
                entry.missed += 1;
        return holding[0]?.exemption;
    }
    /** Records that a rule is inconclusive for a mailbox: exemptions that name it may be needed. */
    doubt(rule, address) {
        const exemptions = this.#byRule.get(rule);
        if (exemptions === undefined)
            return;
        for (const entry of matching(exemptions, address.toLowerCase()))
            entry.doubted = true;
    }
    /** One for each exemption, in the policy's order. */
    get uses() {
        return this.#entries.map(({ exemption, daysLeft, inForce, covered, missed, doubted }) => ({
            exemption,
            daysLeft,
            expired: !inForce,
            endsSoon: endsSoon(daysLeft),
            covered,
            missed,
            need: covered + missed > 0 ? 'in-use' : doubted ? 'unknown' : 'unused',
        }));
    }
    #register(entry) {
        const { rule, mailboxes } = entry.exemption;
        const exemptions = this.#byRule.get(rule) ?? { exact: new Map(), patterns: new Map() };
        this.#byRule.set(rule, exemptions);
        for (const { pattern } of mailboxes) {
            const folded = pattern.toLowerCase();
            if (!(0,_wildcard_js__WEBPACK_IMPORTED_MODULE_0__/* .isPattern */ .P)(folded))
                addTo(exemptions.exact, folded, entry);
            else
                addTo(exemptions.patterns, literalDomain(folded), { entry, matches: (0,_wildcard_js__WEBPACK_IMPORTED_MODULE_0__/* .wildcard */ .X)(folded) });
        }
    }
}
/** The exemptions that name an address (in lower case), each once, in the policy's order. */
function matching({ exact, patterns }, address) {
    const found = new Set(exact.get(address));
    for (const domain of ['', domainOf(address)]) {
        for (const { entry, matches } of patterns.get(domain) ?? []) {
            if (!found.has(entry) && matches(address))
                found.add(entry);
        }
    }
    return [...found].sort((a, b) => a.position - b.position);
}
/** '' where there is no `@`. */
function domainOf(address) {
    const at = address.lastIndexOf('@');
    return at === -1 ? '' : address.slice(at + 1);
}
function literalDomain(pattern) {
    const domain = domainOf(pattern);
    return (0,_wildcard_js__WEBPACK_IMPORTED_MODULE_0__/* .isPattern */ .P)(domain) ? '' : domain;
}
function addTo(map, key, value) {
    const values = map.get(key) ?? [];
    map.set(key, values);
    values.push(value);
}


/***/ }),

/***/ 88371:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  compilePolicy: () => (/* binding */ compilePolicy)
});

// EXTERNAL MODULE: ./src/text/numbers.ts
var numbers = __webpack_require__(92613);
// EXTERNAL MODULE: ./src/policy/baseline/baseline.ts
var baseline_baseline = __webpack_require__(23461);
// EXTERNAL MODULE: ./src/reports/conditions.ts
var conditions = __webpack_require__(213);
;// CONCATENATED MODULE: ./src/policy/compile-rule.ts

/**
 * Throws if the report lacks a column of the rule. Rules of a policy file have been checked for that.
 *
 * @param now epoch ms: what `now` and `today` mean in limits of dates
 */
function compileRule(usage, report, now) {
    const { rule } = usage;
    return {
        rule,
        when: (0,conditions/* compileConditions */.am)(rule.when, report, now),
        expect: (0,conditions/* compileConditions */.am)(rule.expect, report, now),
        manyRows: report.rows !== undefined,
        usage,
    };
}

// EXTERNAL MODULE: ./src/policy/exemptions.ts
var policy_exemptions = __webpack_require__(82680);
// EXTERNAL MODULE: ./src/text/display.ts
var display = __webpack_require__(24745);
;// CONCATENATED MODULE: ./src/policy/shown-findings.ts

const MOST_OFFENDERS = 20;
const MOST_FINDINGS_AN_OFFENDER = 5;
const MOST_HIGHLIGHTS = 20;
const MOST_HIGHLIGHTS_A_RULE = 10;
const LONGEST_TEXT = 100;
/** The first findings of each rule. */
class Highlights {
    #byRule = new Map();
    /** Adds the findings of a mailbox. */
    add(rule, findings) {
        const kept = this.#byRule.get(rule) ?? [];
        this.#byRule.set(rule, kept);
        const breaches = findings.filter(isBreach);
        const first = breaches.find(({ novelty }) => novelty === 'new') ?? breaches[0];
        if (first === undefined)
            return;
        const isNew = first.novelty === 'new';
        if (kept.length >= MOST_HIGHLIGHTS_A_RULE && (!isNew || kept.at(-1)?.isNew === true))
            return;
        const { address, file, line } = first.mailbox;
        const highlight = { ...reported(first), rule, address, file, line, more: breaches.length - 1, isNew };
        const after = isNew ? kept.findIndex((other) => !other.isNew) : -1;
        kept.splice(after === -1 ? kept.length : after, 0, highlight);
        if (kept.length > MOST_HIGHLIGHTS_A_RULE)
            kept.pop();
    }
    /** Those to show, as `PolicyTally.highlights` orders them. */
    first(rules) {
        const byRule = [...rules].map((rule) => this.#byRule.get(rule) ?? []);
        return [true, false]
            .flatMap((wanted) => failuresFirst(byRule.map((kept) => kept.filter(({ isNew }) => isNew === wanted)), MOST_HIGHLIGHTS))
            .slice(0, MOST_HIGHLIGHTS);
    }
}
/** The mailboxes that break most rules. */
class Offenders {
    #worst = [];
    #count = 0;
    /** The worst first; equal ones in the order they were added. */
    get worst() {
        return this.#worst;
    }
    /** How many were added. */
    get count() {
        return this.#count;
    }
    /** Adds a mailbox with the rules of verdict `fail` or `warn`: at least one. */
    add(broken) {
        this.#count += 1;
        const failed = broken.filter(({ verdict }) => verdict === 'fail').length;
        const warned = broken.length - failed;
        const last = this.#worst.at(-1);
        if (this.#worst.length >= MOST_OFFENDERS && last !== undefined && !isWorse({ failed, warned }, last))
            return;
        const byRule = broken.map(({ findings }) => findings.filter(isBreach));
        const findings = failuresFirst(byRule, MOST_FINDINGS_AN_OFFENDER);
        const [first] = findings;
        if (first === undefined)
            throw new Error('a violated rule has no finding');
        const { address, file, line } = first.mailbox;
        const findingCount = byRule.reduce((sum, some) => sum + some.length, 0);
        const offender = { address, file, line, failed, warned, findings: findings.map(reported), findingCount };
        const after = this.#worst.findIndex((other) => isWorse(offender, other));
        this.#worst.splice(after === -1 ? this.#worst.length : after, 0, offender);
        if (this.#worst.length > MOST_OFFENDERS)
            this.#worst.pop();
    }
}
function isBreach(finding) {
    return finding.verdict === 'fail' || finding.verdict === 'warn';
}
function isWorse(one, other) {
    return one.failed === other.failed ? one.warned > other.warned : one.failed > other.failed;
}
function reported({ rule, verdict, item, column, found, expected }) {
    return {
        rule: rule.id,
        verdict,
        item: (0,display/* shortened */.vI)(item, LONGEST_TEXT),
        column,
        found: (0,display/* shortened */.vI)((0,display/* cellText */.Ie)(found), LONGEST_TEXT),
        expected: (0,display/* shortened */.vI)(expected, LONGEST_TEXT),
    };
}
/** The first of each rule, then the second of each, and so on, so that none is pushed out by one that breaks often. */
function failuresFirst(byRule, most) {
    const failures = byRule.filter(([first]) => first?.verdict === 'fail');
    const warnings = byRule.filter(([first]) => first?.verdict === 'warn');
    return inTurns([...failures, ...warnings], most).slice(0, most);
}
function inTurns(groups, most) {
    const turns = [];
    for (let turn = 0; turn < most && turns.length < most; turn++) {
        for (const group of groups) {
            const finding = group[turn];
            if (finding !== undefined)
                turns.push(finding);
        }
    }
    return turns;
}

;// CONCATENATED MODULE: ./src/policy/policy-tally.ts

const COUNTED = {
    ...{ pass: 'passed', fail: 'failed', warn: 'warned', known: 'known', exempt: 'exempt', inconclusive: 'inconclusive' },
};
/** Counts the verdicts of a policy for each mailbox. Memory is bounded by the policy, not by the tenant. */
class PolicyTally {
    #counts = new Map();
    #highlights = new Highlights();
    #offenders = new Offenders();
    constructor(policy) {
        for (const rule of policy.rules) {
            this.#counts.set(rule, { rule, passed: 0, failed: 0, warned: 0, known: 0, exempt: 0, inconclusive: 0 });
        }
    }
    /** Adds a mailbox, with the verdict of each report. Undefined for a report without rules. */
    add(reports) {
        let broken;
        for (const { verdict } of reports) {
            if (verdict === undefined)
                continue;
            for (const result of verdict.rules) {
                if (result.verdict === undefined)
                    continue;
                const counts = this.#counts.get(result.rule);
                if (counts === undefined)
                    throw new Error(`${result.rule.id} is not a rule of the policy`);
                counts[COUNTED[result.verdict]] += 1;
                if (result.verdict === 'fail' || result.verdict === 'warn')
                    (broken ??= []).push(result);
            }
        }
        if (broken === undefined)
            return;
        for (const { rule, findings } of broken)
            this.#highlights.add(rule, findings);
        this.#offenders.add(broken);
    }
    /** One for each rule, in the policy's order. */
    get rules() {
        return [...this.#counts.values()];
    }
    /** The rules of severity error with violations, and how many mailboxes violate each; the most frequent first. */
    get broken() {
        return this.#brokenBy('failed');
    }
    /** The same for the rules of severity warning. */
    get brokenWarnings() {
        return this.#brokenBy('warned');
    }
    /** Pairs of a rule of severity error and a mailbox that breaks it. */
    get violationCount() {
        return this.#sum('failed');
    }
    /** Pairs of a rule of severity warning and a mailbox that breaks it. */
    get warningCount() {
        return this.#sum('warned');
    }
    /** Pairs of a rule and a mailbox whose violations are all in the baseline. */
    get knownCount() {
        return this.#sum('known');
    }
    /** Pairs of a rule and a mailbox that breaks it and is exempt. */
    get exemptCount() {
        return this.#sum('exempt');
    }
    /** Pairs of a rule and a mailbox for which it is inconclusive. */
    get inconclusiveCount() {
        return this.#sum('inconclusive');
    }
    /** The twenty that break most rules of severity error, then of severity warning; equal ones in the list's order. */
    get offenders() {
        return this.#offenders.worst;
    }
    /** How many mailboxes break a rule without being exempt. */
    get offenderCount() {
        return this.#offenders.count;
    }
    /**
     * Twenty pairs of a rule and a mailbox at most, ten a rule, new violations first: of each rule the first, then of each
     * the second, and so on; failures before warnings in each turn.
     */
    get highlights() {
        return this.#highlights.first(this.#counts.keys());
    }
    #brokenBy(key) {
        return [...this.#counts.values()]
            .filter((counts) => counts[key] > 0)
            .sort((one, other) => other[key] - one[key])
            .map((counts) => ({ rule: counts.rule.id, mailboxes: counts[key] }));
    }
    #sum(key) {
        let sum = 0;
        for (const counts of this.#counts.values())
            sum += counts[key];
        return sum;
    }
}

// EXTERNAL MODULE: ./src/policy/verdict.ts
var policy_verdict = __webpack_require__(75187);
;// CONCATENATED MODULE: ./src/policy/rule-evaluation.ts




/** Evaluates one rule for one mailbox, row by row. */
class RuleEvaluation {
    #compiled;
    #exemptions;
    #baseline;
    #mailbox;
    #findings = [];
    #verdict;
    #hasRows = false;
    #applied = false;
    /** Whether it may have violations that were not found. */
    #isUncertain = false;
    /** Looked up once, at the first violation; null if there is none. */
    #exemption;
    constructor(compiled, { exemptions, baseline }, mailbox) {
        this.#compiled = compiled;
        this.#exemptions = exemptions;
        this.#baseline = baseline;
        this.#mailbox = mailbox;
    }
    get rule() {
        return this.#compiled.rule;
    }
    /** Evaluates a row. Returns undefined if the rule does not apply to it. */
    add(row) {
        const verdict = this.#evaluate(row);
        if (row.status === 'ok' && row.content === 'item') {
            this.#hasRows = true;
            this.#applied ||= verdict !== undefined;
        }
        if (verdict === 'inconclusive')
            this.#isUncertain = true;
        if (verdict !== undefined)
            this.#verdict = this.#verdict === undefined ? verdict : (0,policy_verdict/* worseRow */.Hf)(this.#verdict, verdict);
        return verdict;
    }
    /** The verdict for all rows. Call it once, after the last row. */
    result() {
        const { usage } = this.#compiled;
        if (this.#hasRows)
            usage.mailboxes += 1;
        if (this.#applied)
            usage.applied += 1;
        if (this.#verdict === 'inconclusive')
            this.#exemptions.doubt(this.rule.id, this.#mailbox.address);
        if (!this.#isUncertain)
            this.#baseline?.settle(this.rule.id, this.#mailbox.address);
        return { rule: this.rule, verdict: this.#verdict, findings: this.#findings };
    }
    #evaluate(row) {
        const { when, expect } = this.#compiled;
        // Of an unreadable mailbox, or one without items, only the address is known.
        const known = row.content === 'none' || row.status !== 'ok' ? when.filter(({ cell }) => cell === undefined) : when;
        if (known.some((condition) => !(0,conditions/* isUnknown */.t8)(condition, row) && !(0,conditions/* isMet */.TD)(condition, row)))
            return undefined;
        if (row.status !== 'ok')
            return 'inconclusive';
        if (row.content === 'none')
            return 'pass';
        if (!when.some((condition) => (0,conditions/* isUnknown */.t8)(condition, row))) {
            const violated = expect.filter((condition) => !(0,conditions/* isUnknown */.t8)(condition, row) && !(0,conditions/* isMet */.TD)(condition, row));
            if (violated.length > 0) {
                this.#isUncertain ||= expect.some((condition) => (0,conditions/* isUnknown */.t8)(condition, row));
                return this.#violation(row, violated);
            }
        }
        if (![...when, ...expect].some((condition) => (0,conditions/* isUnknown */.t8)(condition, row)))
            return 'pass';
        this.#findings.push({
            ...{ rule: this.rule, verdict: 'inconclusive', mailbox: row.mailbox, item: this.#itemOf(row) },
            ...{ column: '', found: null, expected: '' },
        });
        return 'inconclusive';
    }
    #violation(row, violated) {
        const { rule } = this;
        if (this.#exemption === undefined)
            this.#exemption = this.#exemptions.cover(rule.id, row.mailbox.address) ?? null;
        const exemption = this.#exemption ?? undefined;
        const failure = rule.severity === 'error' ? 'fail' : 'warn';
        const item = this.#itemOf(row);
        let worst = 'pass';
        for (const condition of violated) {
            const { column, expected } = condition;
            const found = (0,conditions/* valueOf */.RP)(condition, row);
            // Also for an exempt violation, since its entry is still needed when the exemption has expired.
            const entry = this.#baseline?.find((0,baseline_baseline/* violationIdentity */.E)(rule.id, row.mailbox.address, { item, column, found }));
            const verdict = exemption !== undefined ? 'exempt' : entry !== undefined ? 'known' : failure;
            const addedOn = verdict === 'known' ? entry?.addedOn : undefined;
            this.#findings.push({ rule, verdict, mailbox: row.mailbox, item, column, found, expected, exemption, addedOn });
            worst = (0,policy_verdict/* worse */.JJ)(worst, verdict);
        }
        return worst;
    }
    #itemOf({ cells }) {
        return this.#compiled.manyRows ? (0,display/* cellText */.Ie)(cells[0]) : '';
    }
}

;// CONCATENATED MODULE: ./src/policy/judge.ts







/**
 * Compiles a policy once for the run. Rules about other reports are ignored. Import this module lazily: loading Ajv takes
 * some 50 ms, which a run without a policy does not need.
 *
 * @param now epoch ms; decides which exemptions have expired, and what `today` means in limits of dates
 * @param committed the baseline, whose entries are known violations
 */
function compilePolicy(policy, reports, now, committed) {
    const exemptions = new policy_exemptions/* ExemptionIndex */.cv(policy.exemptions, now);
    const baseline = committed === undefined ? undefined : new baseline_baseline/* BaselineIndex */.q(committed);
    const judges = new Map();
    const usage = policy.rules.map((rule) => ({ rule, mailboxes: 0, applied: 0 }));
    for (const report of reports) {
        const ofReport = usage.filter(({ rule }) => rule.report === report.name);
        if (ofReport.length === 0)
            continue;
        const compiled = ofReport.map((one) => compileRule(one, report, now));
        judges.set(report.name, (rows) => {
            const evaluations = compiled.map((rule) => new RuleEvaluation(rule, { exemptions, baseline }, rows[0].mailbox));
            const verdicts = rows.map((row) => rowVerdict(evaluations, row));
            return { rows: verdicts, rules: evaluations.map((evaluation) => evaluation.result()) };
        });
    }
    return {
        judgeOf: (report) => judges.get(report),
        newTally: () => new PolicyTally(policy),
        exemptions,
        baseline,
        unusedRules: () => unusedRules(usage),
    };
}
/** An unreadable row is inconclusive, even if no rule applies to its address. */
function rowVerdict(evaluations, row) {
    let verdict = row.status === 'ok' ? 'pass' : 'inconclusive';
    const violations = [];
    for (const evaluation of evaluations) {
        const found = evaluation.add(row) ?? 'pass';
        verdict = (0,policy_verdict/* worse */.JJ)(verdict, found);
        if (found !== 'pass' && found !== 'inconclusive')
            violations.push(evaluation.rule.id);
    }
    return { verdict, violations };
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

/***/ 12930:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   P: () => (/* binding */ isPattern),
/* harmony export */   X: () => (/* binding */ wildcard)
/* harmony export */ });
/** Whether the text of an exemption contains a wildcard. */
function isPattern(text) {
    return text.includes('*') || text.includes('?');
}
/**
 * Whether an address matches a pattern, in which `*` stands for any characters, none among them, and `?` for one. Case
 * does not count. A match takes at most as many steps as the lengths of pattern and address multiplied, since after a
 * mismatch only the last `*` takes one character more; as a regular expression, a pattern of many `*` would take for ever.
 */
function wildcard(pattern) {
    const wanted = pattern.toLowerCase();
    const ending = wanted.slice(Math.max(wanted.lastIndexOf('*'), wanted.lastIndexOf('?')) + 1);
    return (address) => {
        const text = address.toLowerCase();
        return text.endsWith(ending) && matches(text, wanted);
    };
}
function matches(text, pattern) {
    let at = 0;
    let next = 0;
    let star = -1;
    let afterStar = 0;
    while (at < text.length) {
        const wanted = pattern[next];
        if (wanted === '*') {
            star = next;
            afterStar = at;
            next += 1;
        }
        else if (wanted === '?') {
            at += widthAt(text, at);
            next += 1;
        }
        else if (wanted === text[at]) {
            at += 1;
            next += 1;
        }
        else if (star === -1) {
            return false;
        }
        else {
            afterStar += 1;
            at = afterStar;
            next = star + 1;
        }
    }
    while (pattern[next] === '*')
        next += 1;
    return next === pattern.length;
}
/** A character outside the Basic Multilingual Plane has two code units, and `?` matches both. */
function widthAt(text, at) {
    return (text.codePointAt(at) ?? 0) > 0xffff ? 2 : 1;
}


/***/ }),

/***/ 213:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   Jr: () => (/* binding */ addressMatcher),
/* harmony export */   RP: () => (/* binding */ valueOf),
/* harmony export */   TD: () => (/* binding */ isMet),
/* harmony export */   am: () => (/* binding */ compileConditions),
/* harmony export */   t8: () => (/* binding */ isUnknown)
/* harmony export */ });
/* harmony import */ var _schema_cell_schema_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(69507);
/* harmony import */ var _schema_expected_text_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(38639);
/* harmony import */ var _schema_relative_dates_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(64043);
/* harmony import */ var _schema_spelling_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(88105);
/* harmony import */ var _definition_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(54530);





/**
 * Throws if the report lacks one of the columns. Conditions of files have been checked for that.
 *
 * @param now epoch ms: what `now` and `today` mean in limits of dates
 */
function compileConditions(columns, report, now) {
    const names = Object.keys(report.columns);
    return Object.entries(columns).map(([column, written]) => {
        const schema = (0,_schema_relative_dates_js__WEBPACK_IMPORTED_MODULE_2__/* .resolveDates */ .EX)(written, now);
        if (column === _definition_js__WEBPACK_IMPORTED_MODULE_4__/* .MAILBOX_COLUMN */ .aN)
            return { column, cell: undefined, ...addressCondition(schema) };
        const cell = names.indexOf(column);
        if (cell === -1)
            throw new Error(`the report ${report.name} has no column ${column}`);
        const { types = {} } = report;
        const type = Object.hasOwn(types, column) ? types[column] : undefined;
        return { column, cell, ...cellCondition(schema, new _schema_spelling_js__WEBPACK_IMPORTED_MODULE_3__/* .Spelling */ .Z(type)) };
    });
}
/** The value that a condition is about. */
function valueOf({ cell }, { cells, mailbox }) {
    return cell === undefined ? mailbox.address : (cells[cell] ?? null);
}
/** Whether a value of the row meets the condition. */
function isMet(condition, row) {
    return condition.accepts(valueOf(condition, row));
}
/** Whether the value that a condition is about is not fully known. The mailbox's address always is. */
function isUnknown({ cell }, { incomplete }) {
    return cell !== undefined && incomplete?.has(cell) === true;
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
    const accepts = (0,_schema_cell_schema_js__WEBPACK_IMPORTED_MODULE_0__/* .compileAddress */ .gI)(spelled);
    return { accepts: (address) => accepts(spelling.cell(address)), expected: (0,_schema_expected_text_js__WEBPACK_IMPORTED_MODULE_1__/* .expectedText */ .G)(spelled, 'addresses') };
}


/***/ }),

/***/ 69507:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   CH: () => (/* binding */ compileCell),
/* harmony export */   gI: () => (/* binding */ compileAddress),
/* harmony export */   y4: () => (/* binding */ newAjv)
/* harmony export */ });
/* harmony import */ var ajv_dist_2020_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(52210);
/* harmony import */ var ajv_dist_2020_js__WEBPACK_IMPORTED_MODULE_3___default = /*#__PURE__*/__webpack_require__.n(ajv_dist_2020_js__WEBPACK_IMPORTED_MODULE_3__);
/* harmony import */ var ajv_formats_dist_limit_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(51284);
/* harmony import */ var _formats_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(44603);
/* harmony import */ var _pattern_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(26005);




/**
 * A validator of draft 2020-12 that stops at the first error. Patterns and formats take time linear in the text.
 *
 * @param flags of patterns; `i`: case does not count
 */
function newAjv(flags = '', options = {}) {
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
        code: { optimize: false, regExp: Object.assign((source) => (0,_pattern_js__WEBPACK_IMPORTED_MODULE_2__/* .compilePattern */ .Eb)(source, flags), { code: '' }) },
        formats: (0,_formats_js__WEBPACK_IMPORTED_MODULE_1__/* .linearFormats */ .I)(),
        ...options,
    });
    ajv.addKeyword(ajv_formats_dist_limit_js__WEBPACK_IMPORTED_MODULE_0__/* .formatLimitDefinition */ .AR);
    return ajv;
}
let forCells;
let forAddresses;
/** Whether a cell meets a schema, as a function. Throws for an invalid schema; those of policy files have been checked. */
function compileCell(schema) {
    forCells ??= newAjv();
    const validate = forCells.compile(schema);
    return (cell) => validate(cell);
}
/** The same for addresses: case does not count in patterns. */
function compileAddress(schema) {
    forAddresses ??= newAjv('i');
    const validate = forAddresses.compile(schema);
    return (address) => validate(address);
}


/***/ }),

/***/ 44603:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   I: () => (/* binding */ linearFormats)
/* harmony export */ });
/* harmony import */ var ajv_formats_dist_formats_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(10779);
/* harmony import */ var _pattern_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(26005);


/**
 * The formats of ajv-formats, each in time linear in the text. Those that ajv-formats writes as regular expressions run on
 * RE2; those that RE2 cannot express, or that backtrack, are written anew.
 */
function linearFormats() {
    const formats = Object.entries(ajv_formats_dist_formats_js__WEBPACK_IMPORTED_MODULE_0__/* .fullFormats */ .U9).map(([name, format]) => {
        const own = Object.hasOwn(REWRITTEN, name) ? REWRITTEN[name] : undefined;
        return [name, own ?? (format instanceof RegExp ? onRe2(format.source, format.flags) : format)];
    });
    return Object.fromEntries(formats);
}
const reference = ajv_formats_dist_formats_js__WEBPACK_IMPORTED_MODULE_0__/* .fullFormats */ .U9['uri-reference'];
const isReference = onRe2(reference instanceof RegExp ? reference.source : '', 'i');
const isDuration = onRe2('^P(?:\\d+W|(?:\\d+Y)?(?:\\d+M)?(?:\\d+D)?(?:T(?:\\d+H)?(?:\\d+M)?(?:\\d+S)?)?)$', '');
const isHostname = onRe2('^[a-z0-9](?:[a-z0-9-]{0,61}[a-z0-9])?(?:\\.[a-z0-9](?:[a-z0-9-]{0,61}[a-z0-9])?)*\\.?$', 'i');
const REWRITTEN = {
    uri: (text) => /^[a-z][a-z0-9+.-]*:/i.test(text) && isReference(text),
    url: (text) => /^(?:https?|ftp):\/\/\S+$/iu.test(text) && URL.canParse(text),
    duration: (text) => !/[PT]$/.test(text) && isDuration(text),
    hostname: (text) => text.length <= 254 && isHostname(text) && text.replace(/\.$/, '').length <= 253,
    byte: onRe2('^(?:[A-Za-z0-9+/]{4})*(?:[A-Za-z0-9+/]{2}==|[A-Za-z0-9+/]{3}=)?$', ''),
    regex: (text) => text.length <= 1000 && (0,_pattern_js__WEBPACK_IMPORTED_MODULE_1__/* .syntaxProblem */ .R8)(text) === undefined,
};
/** Compiles at the first text: most formats are never used. */
function onRe2(source, flags) {
    let pattern;
    return (text) => {
        pattern ??= (0,_pattern_js__WEBPACK_IMPORTED_MODULE_1__/* .compilePattern */ .Eb)(source, flags.includes('i') ? 'i' : '');
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

/**
 * Instructions that building the automaton of a pattern may visit, each some 100 ns. Counts can multiply the states: after an
 * `x`, `x.{30}y` has to remember which of the last 30 characters were an `x`, which makes 2^30 states.
 */
const MOST_VISITS = 2_500_000;
const MOST_BYTES = 8 * 1024 * 1024;
const END_OF_TEXT = -1;
/** By flags and pattern: a schema is compiled several times, and building an automaton takes up to half a second. */
const sets = new Map();
/**
 * Compiles a regular expression of RE2 (https://github.com/google/re2/wiki/Syntax), which takes time linear in the text:
 * mailbox owners write the texts, and crafted ones block a backtracking engine forever. Throws if RE2 does not support it.
 *
 * @param flags `i`: case does not count
 */
function compilePattern(source, flags = '') {
    const set = compileSet(source, flags);
    return { test: (text) => set.match(text).length > 0, toString: () => source };
}
/** Why a pattern cannot be used; undefined if it can. A test then takes some 30 ns a character, whatever pattern and text. */
function patternProblem(source) {
    const problem = syntaxProblem(source);
    if (problem !== undefined || hasWholeAutomaton(compileSet(source, '')))
        return problem;
    return {
        at: 0,
        message: 'its counts are too large, since a match can begin at many places at once',
        hint: 'Begin it with ^, use smaller counts, write {6,} for {6,20}, or use minLength and maxLength.',
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
/**
 * RE2Set rather than RE2JS, since RE2Set runs on the automaton alone. RE2JS prefers engines that take 200 ns a character, or a
 * time that grows with the pattern.
 */
function compileSet(source, flags) {
    const key = `${flags}/${source}`;
    const known = sets.get(key);
    if (known !== undefined)
        return known;
    const set = new re2js__WEBPACK_IMPORTED_MODULE_0__/* .RE2Set */ .QG(re2js__WEBPACK_IMPORTED_MODULE_0__/* .RE2Set */ .QG.UNANCHORED, flags === 'i' ? re2js__WEBPACK_IMPORTED_MODULE_0__/* .RE2JS */ .L3.CASE_INSENSITIVE : 0, MOST_BYTES);
    set.add(source);
    sets.set(key, set);
    return set;
}
/**
 * Builds all states of the automaton. Returns false if there are too many: RE2 then falls back to a simulation, which takes
 * some 10 ns for each instruction and character.
 */
function hasWholeAutomaton(set) {
    // Creates the first state.
    set.match('');
    const automaton = set.dfa;
    const codePoints = [0, ...automaton.classBounds, END_OF_TEXT];
    const states = new Set(automaton.cachedStates());
    let visits = 0;
    for (const state of states) {
        for (const [characterClass, codePoint] of codePoints.entries()) {
            const next = automaton.step(state, characterClass, codePoint, re2js__WEBPACK_IMPORTED_MODULE_0__/* .RE2Set */ .QG.UNANCHORED);
            visits += 1 + state.nfaStates.length;
            if (next === null || visits > MOST_VISITS)
                return false;
            states.add(next);
        }
    }
    return true;
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
/* harmony import */ var _keywords_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(9131);


const DAY = 24 * 60 * 60 * 1000;
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
        const day = new Date((Math.floor(now / DAY) + Number(sign + days)) * DAY).toISOString().slice(0, 10);
        return [keyword, format === 'date' ? day : `${day}T${atEnd ? '23:59:59.999' : '00:00:00'}Z`];
    }));
}


/***/ }),

/***/ 88105:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   U: () => (/* binding */ enumValues),
/* harmony export */   Z: () => (/* binding */ Spelling)
/* harmony export */ });
/* harmony import */ var _json_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(8301);
/* harmony import */ var _keywords_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(9131);


/** Keywords whose schemas apply to members of any name. */
const OF_ANY_MEMBER = new Set(['additionalProperties', 'unevaluatedProperties', 'patternProperties']);
/** The values under `enum` of a column, directly or in an array. */
function enumValues(type) {
    const own = (0,_json_js__WEBPACK_IMPORTED_MODULE_1__/* .property */ .MZ)(type, 'enum') ?? (0,_json_js__WEBPACK_IMPORTED_MODULE_1__/* .property */ .MZ)((0,_json_js__WEBPACK_IMPORTED_MODULE_1__/* .property */ .MZ)(type, 'items'), 'enum');
    return Array.isArray(own) ? own : [];
}
/**
 * One spelling for texts that differ only in case, so that a schema can compare values exactly although Graph varies their
 * case: Graph's documented spelling, and for unknown texts the first one seen.
 */
class Spelling {
    /** Maps a spelling, its lower case and other spellings of schemas to the one spelling. */
    #known = new Map();
    /** For the members of an object with such values. */
    #members = new Map();
    #folds;
    /**
     * @param type what a column can hold, or a member of an object in it
     * @param folds whether texts are compared without case; for members, their types decide
     */
    constructor(type, folds = enumValues(type).length > 0) {
        this.#folds = folds;
        for (const value of enumValues(type))
            if (typeof value === 'string')
                this.#learn(value);
        const members = (0,_json_js__WEBPACK_IMPORTED_MODULE_1__/* .property */ .MZ)(type, 'properties');
        for (const [name, member] of Object.entries((0,_json_js__WEBPACK_IMPORTED_MODULE_1__/* .isObject */ .Gv)(members) ? members : {})) {
            const spelling = (0,_json_js__WEBPACK_IMPORTED_MODULE_1__/* .isObject */ .Gv)(member) ? new Spelling(member) : undefined;
            if (spelling?.matters === true)
                this.#members.set(name, spelling);
        }
    }
    /** Whether any value is compared without case. */
    get matters() {
        return this.#folds || this.#members.size > 0;
    }
    /** The cell in the spelling that schemas compare. Returns an array itself if nothing changes. */
    cell(cell) {
        if (typeof cell === 'string')
            return this.#text(cell);
        if ((0,_json_js__WEBPACK_IMPORTED_MODULE_1__/* .isObject */ .Gv)(cell))
            return this.#object(cell);
        if (!Array.isArray(cell))
            return cell;
        for (const element of cell) {
            if (typeof element === 'string' && this.#text(element) !== element)
                return cell.map((one) => this.#element(one));
        }
        return cell;
    }
    /** The schema with the texts under `const` and `enum` in the one spelling, at any depth. Adds unknown texts. */
    schema(schema) {
        return typeof schema === 'boolean' ? schema : this.#keywords(schema);
    }
    #keywords(schema) {
        const spelled = Object.entries(schema).map(([keyword, value]) => [
            keyword,
            keyword === 'const' || keyword === 'enum' ? this.#value(value) : value,
        ]);
        return (0,_keywords_js__WEBPACK_IMPORTED_MODULE_0__/* .mapSubschemas */ .TY)(Object.fromEntries(spelled), (inside, keyword, name) => {
            if (OF_ANY_MEMBER.has(keyword))
                return this.#ofAnyMember(inside);
            if (keyword !== 'properties')
                return this.#subschema(inside);
            const member = this.#members.get(String(name));
            // Values deeper inside other members are compared with case.
            return member === undefined ? inside : member.#subschema(inside);
        });
    }
    #subschema(schema) {
        return (0,_json_js__WEBPACK_IMPORTED_MODULE_1__/* .isObject */ .Gv)(schema) ? this.#keywords(schema) : schema;
    }
    #object(cell) {
        if (this.#members.size === 0)
            return cell;
        return Object.fromEntries(Object.entries(cell).map(([name, value]) => [name, this.#members.get(name)?.cell(value) ?? value]));
    }
    /** For a schema that applies to every member: the spellings of all members. */
    #ofAnyMember(schema) {
        let spelled = this.#subschema(schema);
        for (const member of this.#members.values())
            spelled = member.#subschema(spelled);
        return spelled;
    }
    #value(value) {
        if (typeof value === 'string')
            return this.#learn(value);
        if ((0,_json_js__WEBPACK_IMPORTED_MODULE_1__/* .isObject */ .Gv)(value)) {
            return Object.fromEntries(Object.entries(value).map(([name, one]) => {
                const member = this.#members.get(name);
                return [name, member === undefined ? one : member.#value(one)];
            }));
        }
        return Array.isArray(value) ? value.map((element) => this.#value(element)) : value;
    }
    #element(element) {
        return typeof element === 'string' ? this.#text(element) : element;
    }
    #text(text) {
        return this.#known.get(text) ?? this.#known.get(text.toLowerCase()) ?? text;
    }
    #learn(text) {
        if (!this.#folds)
            return text;
        const spelled = this.#text(text);
        this.#known.set(spelled, spelled).set(text, spelled).set(text.toLowerCase(), spelled);
        return spelled;
    }
}


/***/ })

};
