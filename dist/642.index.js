export const id = 642;
export const ids = [642];
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
/** Time enough to mend what an exemption covers, or to decide anew. */
const SOON = 30;
/**
 * The days on which an exemption still holds after the day that `now`, in milliseconds, is in; both in UTC. Negative once
 * it has run out, and NaN where `expires` is no date.
 */
function daysUntil(expires, now) {
    return Date.parse(`${expires}T00:00:00Z`) / DAY - Math.floor(now / DAY);
}
/** Whether an exemption with so many days left ends soon enough to be told of. */
function endsSoon(daysLeft) {
    return daysLeft >= 0 && daysLeft <= SOON;
}
/** Says which mailboxes are exempt from which rules, and counts how each exemption was used. */
class ExemptionIndex {
    #entries;
    #pages = new Map();
    /** @param now milliseconds since 1970, at which exemptions hold or have run out for the whole run */
    constructor(exemptions, now) {
        this.#entries = exemptions.map((exemption, position) => {
            const daysLeft = daysUntil(exemption.expires, now);
            return { exemption, position, daysLeft, inForce: daysLeft >= 0, covered: 0, missed: 0, doubted: false };
        });
        for (const entry of this.#entries)
            this.#register(entry);
    }
    /**
     * The exemption that covers a mailbox which broke a rule: of several in force, the first of the policy. Counts the pair,
     * so ask once for each.
     */
    cover(rule, address) {
        const page = this.#pages.get(rule);
        const entries = page === undefined ? [] : matching(page, address.toLowerCase());
        const holding = entries.filter(({ inForce }) => inForce);
        for (const entry of holding)
            entry.covered += 1;
        if (holding.length === 0)
            for (const entry of entries)
                entry.missed += 1;
        return holding[0]?.exemption;
    }
    /** Whether any is from a rule. */
    has(rule) {
        return this.#pages.has(rule);
    }
    /** To be told where it is not known whether a mailbox breaks a rule: an exemption that names it may be needed. */
    doubt(rule, address) {
        const page = this.#pages.get(rule);
        if (page === undefined)
            return;
        for (const entry of matching(page, address.toLowerCase()))
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
        const page = this.#pages.get(rule) ?? { exact: new Map(), patterns: new Map() };
        this.#pages.set(rule, page);
        for (const { pattern } of mailboxes) {
            const folded = pattern.toLowerCase();
            if (!(0,_wildcard_js__WEBPACK_IMPORTED_MODULE_0__/* .isPattern */ .P)(folded))
                addTo(page.exact, folded, entry);
            else
                addTo(page.patterns, literalDomain(folded), { entry, matches: (0,_wildcard_js__WEBPACK_IMPORTED_MODULE_0__/* .wildcard */ .X)(folded) });
        }
    }
}
/** Each exemption once, in the policy's order, that names an address in lower case. */
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

/***/ 72392:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   WC: () => (/* binding */ cellOf),
/* harmony export */   c: () => (/* binding */ isKeptBack),
/* harmony export */   eD: () => (/* binding */ isAboutAddress),
/* harmony export */   hy: () => (/* binding */ meetsAddress),
/* harmony export */   mM: () => (/* binding */ concernsAddress),
/* harmony export */   mk: () => (/* binding */ compileRule),
/* harmony export */   v9: () => (/* binding */ holds)
/* harmony export */ });
/* harmony import */ var _reports_definition_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(54530);
/* harmony import */ var _schema_cell_schema_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(69507);
/* harmony import */ var _schema_expected_text_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(38639);
/* harmony import */ var _schema_spelling_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(88105);




const BESIDE_CELLS = -1;
/** @param report the one that the rule names; throws where it has no such column, which a policy file's rule never does */
function compileRule(rule, report) {
    const says = (verdict) => Object.freeze({ rule, verdict, findings: Object.freeze([]) });
    return {
        rule,
        when: conditions(rule.when, report),
        expect: conditions(rule.expect, report),
        broken: rule.severity === 'error' ? 'fail' : 'warn',
        passed: says('pass'),
        inconclusive: says('inconclusive'),
        unconcerned: says(undefined),
    };
}
/** What a condition looks at. */
function cellOf({ cell }, { cells, mailbox }) {
    return cell === BESIDE_CELLS ? mailbox.address : (cells[cell] ?? null);
}
function holds(condition, row) {
    return condition.holds(cellOf(condition, row));
}
/**
 * Whether Graph may keep back what a cell would hold: of such a row, one that is empty is not known to be so. https://learn.microsoft.com/graph/api/resources/messagerule shows
 * a rule made for Outlook alone without what it does; reports say `inconclusive` where they make something of that.
 */
function isKeptBack(condition, row) {
    if (row.content !== 'partial' || condition.cell === BESIDE_CELLS)
        return false;
    const cell = cellOf(condition, row);
    return cell === null || cell === 'inconclusive' || (typeof cell === 'object' && Object.keys(cell).length === 0);
}
/** Whether a condition looks at the mailbox's address, and not at a cell. */
function isAboutAddress({ cell }) {
    return cell === BESIDE_CELLS;
}
/** Whether what a rule asks of the mailbox's address, which is known whatever Graph shows, holds or may hold. */
function concernsAddress({ when }, row) {
    return when.every((condition) => !isAboutAddress(condition) || holds(condition, row));
}
function conditions(columns, report) {
    const names = Object.keys(report.columns);
    return Object.entries(columns).map(([column, schema]) => {
        const cell = column === _reports_definition_js__WEBPACK_IMPORTED_MODULE_3__/* .MAILBOX_COLUMN */ .aN ? BESIDE_CELLS : names.indexOf(column);
        if (cell === -1 && column !== _reports_definition_js__WEBPACK_IMPORTED_MODULE_3__/* .MAILBOX_COLUMN */ .aN)
            throw new Error(`the report ${report.name} has no column ${column}`);
        return { column, cell, ...compiled(schema, column, report) };
    });
}
function compiled(schema, column, { types }) {
    const type = types !== undefined && Object.hasOwn(types, column) ? types[column] : undefined;
    if (column === _reports_definition_js__WEBPACK_IMPORTED_MODULE_3__/* .MAILBOX_COLUMN */ .aN)
        return remembered(schemaOfAddresses(schema), 'addresses');
    const spelling = new _schema_spelling_js__WEBPACK_IMPORTED_MODULE_2__/* .Spelling */ .Z(type);
    if (!spelling.matters)
        return remembered({ meets: (0,_schema_cell_schema_js__WEBPACK_IMPORTED_MODULE_0__/* .compileCell */ .CH)(schema), spelled: schema }, 'cells');
    const spelled = spelling.schema(schema);
    const meets = (0,_schema_cell_schema_js__WEBPACK_IMPORTED_MODULE_0__/* .compileCell */ .CH)(spelled);
    return remembered({ meets: (cell) => meets(spelling.cell(cell)), spelled }, 'cells');
}
function remembered({ meets, spelled }, of) {
    return { holds: remembering(meets), expected: (0,_schema_expected_text_js__WEBPACK_IMPORTED_MODULE_1__/* .expectedText */ .G)(spelled, of) };
}
/** Addresses compare without case, whatever asks for them. */
function schemaOfAddresses(schema) {
    const spelling = new _schema_spelling_js__WEBPACK_IMPORTED_MODULE_2__/* .Spelling */ .Z(undefined, true);
    const spelled = spelling.schema(schema);
    const meets = (0,_schema_cell_schema_js__WEBPACK_IMPORTED_MODULE_0__/* .compileAddress */ .gI)(spelled);
    return { meets: (address) => meets(spelling.cell(address)), spelled };
}
/** Whether a mailbox's address meets what a rule says of `MailboxName`, as a function. */
function meetsAddress(schema) {
    return schemaOfAddresses(schema).meets;
}
/** Time zones, languages and the like are few: beyond so many texts a column is of another kind. */
const MOST_REMEMBERED = 500;
/** The same for texts that were asked before, which most cells are, without asking again. */
function remembering(meets) {
    const known = new Map();
    return (cell) => {
        if (typeof cell !== 'string')
            return meets(cell);
        const said = known.get(cell);
        if (said !== undefined)
            return said;
        const met = meets(cell);
        if (known.size < MOST_REMEMBERED)
            known.set(cell, met);
        return met;
    };
}


/***/ }),

/***/ 21642:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  compilePolicy: () => (/* binding */ compilePolicy)
});

// EXTERNAL MODULE: ./src/policy/exemptions.ts
var policy_exemptions = __webpack_require__(82680);
// EXTERNAL MODULE: ./src/text/display.ts
var display = __webpack_require__(24745);
// EXTERNAL MODULE: ./src/policy/judge-rule.ts
var judge_rule = __webpack_require__(72392);
// EXTERNAL MODULE: ./src/policy/verdict.ts
var policy_verdict = __webpack_require__(75187);
;// CONCATENATED MODULE: ./src/policy/judge-report.ts



const PASSED = Object.freeze({ verdict: 'pass', violations: Object.freeze([]) });
const INCONCLUSIVE = Object.freeze({ verdict: 'inconclusive', violations: Object.freeze([]) });
/** @param rules those of the report, at least one, in the policy's order */
function reportJudge(report, rules, exemptions) {
    const named = report.rows !== undefined;
    const single = singleJudge(rules, exemptions, named);
    const judge = (rows) => (rows.length === 1 ? single(rows[0]) : undefined) ?? fullVerdict(rows, rules, exemptions, named);
    if (!rules.some(({ rule }) => exemptions.has(rule.id)))
        return judge;
    return (rows) => {
        const said = judge(rows);
        for (const { rule, verdict } of said.rules) {
            if (verdict === 'inconclusive')
                exemptions.doubt(rule.id, rows[0].mailbox.address);
        }
        return said;
    };
}
/**
 * Judges a mailbox of one row; undefined where Graph keeps back some of it. Most mailboxes break no rule: the verdict of
 * the mailbox before is given again where it is the same, so that nothing has to be made.
 */
function singleJudge(rules, exemptions, named) {
    const unread = { rows: [INCONCLUSIVE], rules: rules.map(({ inconclusive }) => inconclusive) };
    const passed = { rows: [PASSED], rules: rules.map((rule) => rule.passed) };
    const addressed = rules.some(({ when }) => when.some(judge_rule/* isAboutAddress */.eD));
    const ofConcerned = ({ rows }, row, said) => ({
        rows,
        rules: rules.map((rule) => ((0,judge_rule/* concernsAddress */.mM)(rule, row) ? said(rule) : rule.unconcerned)),
    });
    let last = passed;
    return (row) => {
        if (row.status !== 'ok')
            return addressed ? ofConcerned(unread, row, (rule) => rule.inconclusive) : unread;
        if (row.content === 'none')
            return addressed ? ofConcerned(passed, row, (rule) => rule.passed) : passed;
        if (row.content === 'partial')
            return undefined;
        let fresh;
        let anyBroken = false;
        for (let at = 0; at < rules.length; at++) {
            const rule = rules[at];
            if (rule === undefined)
                continue;
            let said = rule.unconcerned;
            if (allHold(rule.when, row)) {
                said = allHold(rule.expect, row) ? rule.passed : brokenVerdict(rule, row, exemptions, named);
            }
            if (said.findings.length > 0)
                anyBroken = true;
            if (fresh !== undefined)
                fresh.push(said);
            else if (said !== last.rules[at])
                fresh = [...last.rules.slice(0, at), said];
        }
        if (fresh === undefined)
            return last;
        if (anyBroken)
            return { rows: [brokenRow(fresh)], rules: fresh };
        last = { rows: passed.rows, rules: fresh };
        return last;
    };
}
function brokenVerdict(compiled, row, exemptions, named) {
    const { rule, broken } = compiled;
    const exemption = exemptions.cover(rule.id, row.mailbox.address);
    const findings = breaches(compiled, row, named, exemption);
    return { rule, verdict: exemption === undefined ? broken : 'exempt', findings };
}
function brokenRow(rules) {
    let verdict = 'pass';
    const violations = [];
    for (const { rule, verdict: said, findings } of rules) {
        if (said === undefined || findings.length === 0)
            continue;
        verdict = (0,policy_verdict/* worse */.JJ)(verdict, said);
        violations.push(rule.id);
    }
    return { verdict, violations };
}
/** Of a row that Graph shows whole. */
function allHold(conditions, row) {
    for (const condition of conditions) {
        if (!(0,judge_rule/* holds */.v9)(condition, row))
            return false;
    }
    return true;
}
/** Whether every condition of a rule's `when` holds for a row, or may hold: Graph may keep back what it looks at. */
function concerns({ when }, row) {
    for (const condition of when) {
        if (!(0,judge_rule/* isKeptBack */.c)(condition, row) && !(0,judge_rule/* holds */.v9)(condition, row))
            return false;
    }
    return true;
}
/** Whether a cell that Graph shows is not as the rule expects it. */
function isBroken({ expect }, row) {
    for (const condition of expect) {
        if (!(0,judge_rule/* isKeptBack */.c)(condition, row) && !(0,judge_rule/* holds */.v9)(condition, row))
            return true;
    }
    return false;
}
/** A finding for each cell that is not as the rule expects it. */
function breaches({ rule, expect, broken }, row, named, exemption) {
    const verdict = exemption === undefined ? broken : 'exempt';
    const item = itemOf(row, named);
    const findings = [];
    for (const condition of expect) {
        if ((0,judge_rule/* isKeptBack */.c)(condition, row) || (0,judge_rule/* holds */.v9)(condition, row))
            continue;
        const { column, expected } = condition;
        const found = (0,judge_rule/* cellOf */.WC)(condition, row);
        findings.push({ rule, verdict, mailbox: row.mailbox, item, column, found, expected, exemption });
    }
    return findings;
}
/** Which of the mailbox's rows, where a report has many; '' where it has one. */
function itemOf({ cells }, named) {
    return named ? (0,display/* cellText */.Ie)(cells[0]) : '';
}
function fullVerdict(rows, rules, exemptions, named) {
    const sheets = rules.map((rule) => new Sheet(rule, exemptions, named));
    const verdicts = rows.map((row) => rowVerdict(sheets, row));
    return { rows: verdicts, rules: sheets.map((sheet) => sheet.verdict()) };
}
function rowVerdict(sheets, row) {
    let verdict = 'pass';
    let violations;
    for (const sheet of sheets) {
        const said = sheet.judge(row);
        if (said === undefined || said === 'pass')
            continue;
        verdict = (0,policy_verdict/* worse */.JJ)(verdict, said);
        if (said !== 'inconclusive')
            (violations ??= []).push(sheet.ruleId);
    }
    if (violations !== undefined)
        return { verdict, violations };
    // Whatever the rules make of its address.
    if (row.status !== 'ok')
        return INCONCLUSIVE;
    return verdict === 'pass' ? PASSED : INCONCLUSIVE;
}
/** What one rule says of one mailbox, row by row. */
class Sheet {
    #compiled;
    #exemptions;
    /** Whether the report has many rows a mailbox, of which a finding must tell which one it means. */
    #named;
    #verdict;
    #findings;
    /** Null where there is none; undefined until it has been looked for, which happens once a mailbox. */
    #exemption;
    constructor(compiled, exemptions, named) {
        this.#compiled = compiled;
        this.#exemptions = exemptions;
        this.#named = named;
    }
    get ruleId() {
        return this.#compiled.rule.id;
    }
    /** Undefined where the rule does not concern the row. */
    judge(row) {
        const said = this.#judge(row);
        if (said !== undefined)
            this.#verdict = this.#verdict === undefined ? said : (0,policy_verdict/* weightier */.js)(this.#verdict, said);
        return said;
    }
    /** Of the rows until now. */
    verdict() {
        const { rule, passed, inconclusive, unconcerned } = this.#compiled;
        if (this.#findings !== undefined)
            return { rule, verdict: this.#verdict, findings: this.#findings };
        if (this.#verdict === undefined)
            return unconcerned;
        return this.#verdict === 'pass' ? passed : inconclusive;
    }
    #judge(row) {
        if ((row.status !== 'ok' || row.content === 'none') && !(0,judge_rule/* concernsAddress */.mM)(this.#compiled, row))
            return undefined;
        if (row.status !== 'ok')
            return 'inconclusive';
        if (row.content === 'none')
            return 'pass';
        if (!concerns(this.#compiled, row))
            return undefined;
        const said = this.#judgeCells(row);
        if (row.content !== 'partial' || said !== 'pass')
            return said;
        const { rule } = this.#compiled;
        const item = itemOf(row, this.#named);
        const finding = {
            ...{ rule, mailbox: row.mailbox, item },
            ...{ verdict: 'inconclusive', column: '', found: null, expected: '' },
        };
        (this.#findings ??= []).push(finding);
        return 'inconclusive';
    }
    /** By the cells that Graph shows, where it is certain that the rule concerns the row. */
    #judgeCells(row) {
        const { when, broken } = this.#compiled;
        if (when.some((condition) => (0,judge_rule/* isKeptBack */.c)(condition, row)) || !isBroken(this.#compiled, row))
            return 'pass';
        const exemption = this.#exemptionOf(row);
        (this.#findings ??= []).push(...breaches(this.#compiled, row, this.#named, exemption));
        return exemption === undefined ? broken : 'exempt';
    }
    #exemptionOf({ mailbox }) {
        if (this.#exemption === undefined) {
            this.#exemption = this.#exemptions.cover(this.#compiled.rule.id, mailbox.address) ?? null;
        }
        return this.#exemption ?? undefined;
    }
}

;// CONCATENATED MODULE: ./src/policy/policy-tally.ts

const MOST_OFFENDERS = 20;
const MOST_FINDINGS_AN_OFFENDER = 5;
const MOST_HIGHLIGHTS = 20;
const MOST_HIGHLIGHTS_A_RULE = 10;
const LONGEST_TEXT = 100;
/** Counts what a policy says of mailboxes, as they pass. What it holds is bounded by the policy, whatever the tenant. */
class PolicyTally {
    #counts = new Map();
    /** By rule, the first few of each. */
    #highlights = new Map();
    /** The worst first. */
    #offenders = [];
    #offenderCount = 0;
    constructor(policy) {
        for (const rule of policy.rules) {
            this.#counts.set(rule, { rule, passed: 0, failed: 0, warned: 0, exempt: 0, inconclusive: 0 });
        }
    }
    /** Once for each mailbox, with what the rules of each report say of it; undefined where a report has none. */
    add(reports) {
        let broken;
        for (const { verdict } of reports) {
            if (verdict === undefined)
                continue;
            for (const said of verdict.rules) {
                if (said.verdict === undefined)
                    continue;
                const counts = this.#counts.get(said.rule);
                if (counts === undefined)
                    throw new Error(`${said.rule.id} is none of the policy's rules`);
                count(counts, said.verdict);
                if (said.verdict === 'fail' || said.verdict === 'warn')
                    (broken ??= []).push(said);
            }
        }
        if (broken !== undefined)
            this.#addBroken(broken);
    }
    /** One for each rule, in the policy's order. */
    get rules() {
        return [...this.#counts.values()];
    }
    /** The rules of severity error that are broken, with how many mailboxes break each; the most broken first. */
    get broken() {
        return [...this.#counts.values()]
            .filter(({ failed }) => failed > 0)
            .sort((one, other) => other.failed - one.failed)
            .map(({ rule, failed }) => ({ rule: rule.id, mailboxes: failed }));
    }
    /** Pairs of a rule of severity error and a mailbox that breaks it. */
    get violationCount() {
        return this.#sum('failed');
    }
    /** Pairs of a rule of severity warning and a mailbox that breaks it. */
    get warningCount() {
        return this.#sum('warned');
    }
    /** Pairs of a rule and a mailbox that breaks it and is exempt. */
    get exemptCount() {
        return this.#sum('exempt');
    }
    /** Pairs of a rule and a mailbox of which it cannot tell. */
    get inconclusiveCount() {
        return this.#sum('inconclusive');
    }
    /** The twenty that break most rules of severity error, then of severity warning; equal ones in the list's order. */
    get offenders() {
        return this.#offenders;
    }
    /** How many mailboxes break a rule without being exempt. */
    get offenderCount() {
        return this.#offenderCount;
    }
    /** Twenty pairs at most, ten a rule: of each rule the first, then of each the second, and so on; failures before warnings in each turn. */
    get highlights() {
        const byRule = [...this.#counts.keys()].map((rule) => this.#highlights.get(rule) ?? []);
        return failuresFirst(byRule, MOST_HIGHLIGHTS);
    }
    #addBroken(broken) {
        this.#offenderCount += 1;
        let failed = 0;
        for (const { rule, verdict, findings } of broken) {
            if (verdict === 'fail')
                failed += 1;
            this.#addHighlights(rule, findings);
        }
        this.#addOffender(broken, failed);
    }
    #addHighlights(rule, findings) {
        const kept = this.#highlights.get(rule) ?? [];
        if (kept.length >= MOST_HIGHLIGHTS_A_RULE)
            return;
        this.#highlights.set(rule, kept);
        const [first, ...others] = findings.filter(isBreach);
        if (first === undefined)
            return;
        const { address, file, line } = first.mailbox;
        kept.push({ ...told(first), rule, address, file, line, more: others.length });
    }
    #addOffender(broken, failed) {
        const warned = broken.length - failed;
        const last = this.#offenders.at(-1);
        if (this.#offenders.length >= MOST_OFFENDERS && last !== undefined && !isWorse({ failed, warned }, last))
            return;
        const byRule = broken.map(({ findings }) => findings.filter(isBreach));
        const findings = failuresFirst(byRule, MOST_FINDINGS_AN_OFFENDER);
        const [first] = findings;
        if (first === undefined)
            throw new Error('a rule that does not hold has no finding');
        const { address, file, line } = first.mailbox;
        const findingCount = byRule.reduce((sum, some) => sum + some.length, 0);
        const offender = { address, file, line, failed, warned, findings: findings.map(told), findingCount };
        const after = this.#offenders.findIndex((other) => isWorse(offender, other));
        this.#offenders.splice(after === -1 ? this.#offenders.length : after, 0, offender);
        if (this.#offenders.length > MOST_OFFENDERS)
            this.#offenders.pop();
    }
    #sum(key) {
        let sum = 0;
        for (const counts of this.#counts.values())
            sum += counts[key];
        return sum;
    }
}
function count(counts, verdict) {
    switch (verdict) {
        case 'pass':
            counts.passed += 1;
            break;
        case 'fail':
            counts.failed += 1;
            break;
        case 'warn':
            counts.warned += 1;
            break;
        case 'exempt':
            counts.exempt += 1;
            break;
        case 'inconclusive':
            counts.inconclusive += 1;
    }
}
function isBreach(finding) {
    return finding.verdict === 'fail' || finding.verdict === 'warn';
}
function isWorse(one, other) {
    return one.failed === other.failed ? one.warned > other.warned : one.failed > other.failed;
}
function told({ rule, verdict, item, column, found, expected }) {
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

;// CONCATENATED MODULE: ./src/policy/judge.ts




/**
 * Compiles a policy once for the run. Rules about other reports than those given say nothing. Loading this takes a while,
 * so a run without a policy does not.
 *
 * @param now milliseconds since 1970, at which exemptions hold or have run out
 */
function compilePolicy(policy, reports, now) {
    const exemptions = new policy_exemptions/* ExemptionIndex */.cv(policy.exemptions, now);
    const judges = new Map();
    for (const report of reports) {
        const rules = policy.rules.filter((rule) => rule.report === report.name);
        if (rules.length === 0)
            continue;
        const compiled = rules.map((rule) => (0,judge_rule/* compileRule */.mk)(rule, report));
        judges.set(report.name, reportJudge(report, compiled, exemptions));
    }
    return { judgeOf: (report) => judges.get(report), newTally: () => new PolicyTally(policy), exemptions };
}


/***/ }),

/***/ 12930:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   P: () => (/* binding */ isPattern),
/* harmony export */   X: () => (/* binding */ wildcard)
/* harmony export */ });
/** Whether a text of an exemption stands for more than one address. */
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
/** A character outside the Basic Multilingual Plane is two code units, and one to whoever writes `?`. */
function widthAt(text, at) {
    return (text.codePointAt(at) ?? 0) > 0xffff ? 2 : 1;
}


/***/ }),

/***/ 69507:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   $8: () => (/* binding */ firstMistake),
/* harmony export */   CH: () => (/* binding */ compileCell),
/* harmony export */   Vl: () => (/* binding */ sharedAjv),
/* harmony export */   gI: () => (/* binding */ compileAddress)
/* harmony export */ });
/* unused harmony export newAjv */
/* harmony import */ var ajv_dist_2020_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(52210);
/* harmony import */ var ajv_dist_2020_js__WEBPACK_IMPORTED_MODULE_2___default = /*#__PURE__*/__webpack_require__.n(ajv_dist_2020_js__WEBPACK_IMPORTED_MODULE_2__);
/* harmony import */ var ajv_formats__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(82815);
/* harmony import */ var ajv_formats__WEBPACK_IMPORTED_MODULE_0___default = /*#__PURE__*/__webpack_require__.n(ajv_formats__WEBPACK_IMPORTED_MODULE_0__);
/* harmony import */ var _linear_pattern_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(65413);



/**
 * A validator of draft 2020-12 (https://json-schema.org/draft/2020-12) that ends at the first mistake and knows the
 * formats of ajv-formats. It refuses what would be ignored, such as an unknown keyword; a schema may leave out `type`,
 * since the column tells it. Patterns take no longer than the text is long.
 *
 * @param flags of patterns: `i` where case does not count
 */
function newAjv(flags = '') {
    const ajv = new ajv_dist_2020_js__WEBPACK_IMPORTED_MODULE_2__.Ajv2020({
        strict: true,
        strictTypes: false,
        strictTuples: false,
        strictRequired: false,
        allowMatchingProperties: true,
        allowUnionTypes: true,
        allErrors: false,
        logger: false,
        // A member is one of the cell's own: every object has a constructor.
        ownProperties: true,
        // The reader has looked at each keyword. The draft's schema of schemas takes 40 ms to compile, and making the code of
        // a validator shorter takes longer than running it does.
        meta: false,
        validateSchema: false,
        code: { optimize: false, regExp: Object.assign((pattern) => (0,_linear_pattern_js__WEBPACK_IMPORTED_MODULE_1__/* .linearPattern */ .G)(pattern, flags), { code: '' }) },
    });
    ajv_formats__WEBPACK_IMPORTED_MODULE_0___default()["default"](ajv);
    return ajv;
}
let shared;
/** The one that compiles every cell's schema: making one takes a while. */
function sharedAjv() {
    shared ??= newAjv();
    return shared;
}
/** Whether a cell meets a schema, as a function. Throws where the schema is none, which a policy file's never is. */
function compileCell(schema) {
    const validate = sharedAjv().compile(schema);
    return (cell) => validate(cell);
}
let forAddresses;
/** The same for addresses, of which patterns take no account of case either. */
function compileAddress(schema) {
    forAddresses ??= newAjv('i');
    const validate = forAddresses.compile(schema);
    return (address) => validate(address);
}
/** The first place in a value that a schema does not allow, as a JSON Pointer; undefined where it meets the schema. */
function firstMistake(schema, value) {
    const validate = sharedAjv().compile(schema);
    return validate(value) ? undefined : (validate.errors?.[0]?.instancePath ?? '');
}


/***/ }),

/***/ 65413:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  C: () => (/* binding */ isBounded),
  G: () => (/* binding */ linearPattern)
});

// EXTERNAL MODULE: ./node_modules/re2js/build/index.js
var build = __webpack_require__(2856);
;// CONCATENATED MODULE: ./src/schema/pattern-skeleton.ts
/** What is written with signs that mean something else when they stand alone: escapes and classes. */
const ONE_CHARACTER = /\\(?:[pP]\{[^}]*\}|u\{[^}]*\}|u[0-9a-f]{4}|x[0-9a-f]{2}|k<[^>]*>|c.|.)|\[(?:\\.|[^\]\\])*\]/gisu;
/**
 * A regular expression with a letter for each escape and class, so that the signs of repetition and choice that are left
 * are what they look like: of `\p{L}+[*{]\+` it is `x+xx`.
 */
function patternSkeleton(pattern) {
    return pattern.replace(ONE_CHARACTER, 'x');
}

;// CONCATENATED MODULE: ./src/schema/escaped-characters.ts
const LAST_CODE_POINT = 0x10ffff;
const known = new Map();
/**
 * The characters behind an escape of many, `\s`, `\S`, `\p{...}` or `\P{...}`, as JavaScript has them: ranges for the
 * inside of a class, such as `\x{61}-\x{7a}`. Undefined for other escapes.
 */
function charactersOf(escape) {
    if (!/^\\(?:[sS]$|[pP]\{)/.test(escape))
        return undefined;
    const ranges = known.get(escape) ?? rangesOf(new RegExp(escape, 'u'));
    known.set(escape, ranges);
    return ranges;
}
/** JavaScript's engine is asked of each character: nobody else's table is sure to be of the same version of Unicode. */
function rangesOf(pattern) {
    const ranges = [];
    let first;
    for (let codePoint = 0; codePoint <= LAST_CODE_POINT + 1; codePoint += 1) {
        const belongs = codePoint <= LAST_CODE_POINT && pattern.test(String.fromCodePoint(codePoint));
        if (belongs)
            first ??= codePoint;
        else if (first !== undefined) {
            ranges.push(`\\x{${first.toString(16)}}-\\x{${(codePoint - 1).toString(16)}}`);
            first = undefined;
        }
    }
    return ranges.join('');
}
/** The code point of an escape that names one by its number, such as `\u00e4` or `\cJ`; undefined for other escapes. */
function escapedCodePoint(escape) {
    if (escape === '\\0')
        return 0;
    const [, braced, digits] = /^\\(?:u\{([^}]*)\}|[ux](.*))$/s.exec(escape) ?? [];
    if (braced !== undefined)
        return Number.parseInt(braced, 16);
    if (digits !== undefined) {
        // Two halves of a character, `\ud83d\ude00`.
        const units = digits.split('\\u').map((unit) => Number.parseInt(unit, 16));
        return String.fromCharCode(...units).codePointAt(0);
    }
    const control = /^\\c(.)$/s.exec(escape)?.[1];
    return control === undefined ? undefined : control.charCodeAt(0) % 32;
}

;// CONCATENATED MODULE: ./src/schema/re2-source.ts

const ESCAPE = '\\\\(?:[pP]\\{[^}]*\\}|u\\{[^}]*\\}|u[dD][89abAB]..\\\\u[dD][c-fC-F]..|u....|x..|c.|k<[^>]*>|.)';
const OUTSIDE_CLASS = new RegExp(`${ESCAPE}|\\[\\^?\\]?|\\(\\?(?:<[^=!][^>]*>|.)|\\{\\d+(?:,\\d*)?\\}|.`, 'suy');
const IN_CLASS = new RegExp(`${ESCAPE}|.`, 'suy');
const NOT_A_LINE_END = '[^\\n\\r\\x{2028}\\x{2029}]';
const EVERYTHING = '\\x{0}-\\x{10ffff}';
/**
 * A regular expression of JavaScript with the flag `u`, written so that RE2 takes the same texts. RE2 knows fewer blanks
 * and line ends, by which a mailbox owner could slip through, and other names of scripts and categories. Undefined for
 * what RE2 has no way to do: lookaround, references back, and flags within.
 * https://github.com/google/re2/wiki/Syntax, https://tc39.es/ecma262/#sec-patterns
 */
function re2Source(pattern) {
    let source = '';
    let inClass = false;
    for (let at = 0; at < pattern.length;) {
        const signs = inClass ? IN_CLASS : OUTSIDE_CLASS;
        signs.lastIndex = at;
        const [sign = ''] = signs.exec(pattern) ?? [];
        const written = inClass ? inClassOf(sign) : outsideOf(sign);
        if (sign === '' || written === undefined)
            return undefined;
        source += written;
        inClass = inClass ? sign !== ']' : sign === '[' || sign === '[^';
        at += sign.length;
    }
    return source;
}
function outsideOf(sign) {
    if (sign.startsWith('\\')) {
        if (/^\\[1-9k]/.test(sign))
            return undefined;
        if (/^\\[bB]$/.test(sign))
            return sign;
        const characters = charactersOf(sign);
        if (characters === '')
            return `[^${EVERYTHING}]`;
        return characters === undefined ? escaped(sign) : `[${characters}]`;
    }
    // What is in a group is never asked for, and RE2 takes fewer names.
    if (sign.startsWith('(?'))
        return sign === '(?:' || sign.endsWith('>') ? '(?:' : undefined;
    // Of 02 RE2 reads the braces as such.
    if (/^\{\d/.test(sign))
        return sign.replace(/\d+/g, (count) => String(Number(count)));
    if (sign === '.')
        return NOT_A_LINE_END;
    if (sign === '[]')
        return `[^${EVERYTHING}]`;
    if (sign === '[^]')
        return `[${EVERYTHING}]`;
    return sign;
}
function inClassOf(sign) {
    // RE2 has classes with names in there, such as [:alpha:].
    if (sign === '[')
        return '\\[';
    if (!sign.startsWith('\\'))
        return sign;
    const characters = charactersOf(sign);
    // RE2 knows no class of nothing.
    if (characters === '')
        return undefined;
    return sign === '\\b' ? '\\x{8}' : (characters ?? escaped(sign));
}
/** An escape of one character, or of a class that RE2 has under the same name. */
function escaped(sign) {
    const codePoint = escapedCodePoint(sign);
    return codePoint === undefined ? sign : `\\x{${codePoint.toString(16)}}`;
}

;// CONCATENATED MODULE: ./src/schema/linear-pattern.ts



const MOST_LOOPS = 1;
const MOST_CHOICES = 10;
/**
 * A pattern that takes a time in proportion to the text. Mailbox owners name rules and write replies, and JavaScript's own
 * engine may try a crafted one for ever. What RE2 has no way to do, lookaround and references back, is left to JavaScript
 * where it looks harmless. Throws where the pattern is none, or could be slow (`isBounded`).
 *
 * @param flags `i` where case does not count
 */
function linearPattern(pattern, flags) {
    const own = new RegExp(pattern, `u${flags}`);
    if (isHarmless(pattern))
        return own;
    const linear = inLinearTime(pattern, flags);
    if (linear !== undefined)
        return linear;
    if (isSlow(pattern))
        throw new RangeError('the pattern could take for ever on some texts');
    return own;
}
/** Whether a pattern, which must be one of JavaScript, can be held against any text. */
function isBounded(pattern) {
    return isHarmless(pattern) || inLinearTime(pattern, '') !== undefined || !isSlow(pattern);
}
/**
 * Whether any engine is quick with it: it repeats nothing, or is tied to the start and repeats one thing that is no group,
 * so that there is one way to try it.
 */
function isHarmless(pattern) {
    const skeleton = patternSkeleton(pattern);
    const loops = skeleton.match(/[*+{]/g)?.length ?? 0;
    if (choicesOf(skeleton) > MOST_CHOICES)
        return false;
    const unending = skeleton.match(/[*+]|\{\d+,\}/g)?.length ?? 0;
    if (loops === 0)
        return true;
    return skeleton.startsWith('^') && unending <= 1 && loops <= 3 && !/[|]|\)[*+{]|\d{3}/.test(skeleton);
}
/** Whether JavaScript's engine could take for ever on a short text, by a look that errs on that side. */
function isSlow(pattern) {
    const skeleton = patternSkeleton(pattern);
    const loops = skeleton.match(/[*+{]/g)?.length ?? 0;
    return /\)[*+{]/.test(skeleton) || loops > MOST_LOOPS || choicesOf(skeleton) > MOST_CHOICES;
}
/** Each doubles the ways to try a text. */
function choicesOf(skeleton) {
    return skeleton.replaceAll('(?', '(').match(/[?|]/g)?.length ?? 0;
}
function inLinearTime(pattern, flags) {
    const source = re2Source(pattern);
    if (source === undefined)
        return undefined;
    try {
        const compiled = build/* RE2JS */.L3.compile(source, flags === 'i' ? build/* RE2JS */.L3.CASE_INSENSITIVE : 0);
        return { test: (text) => compiled.matcher(text).find() };
    }
    catch (error) {
        if (error instanceof build/* RE2JSSyntaxException */.pB)
            return undefined;
        throw error;
    }
}


/***/ }),

/***/ 88105:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   U: () => (/* binding */ enumValues),
/* harmony export */   Z: () => (/* binding */ Spelling)
/* harmony export */ });
/* harmony import */ var _json_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(8301);

/** Keywords whose value is a schema. https://json-schema.org/draft/2020-12/json-schema-core#section-10 */
const HOLDS_SCHEMA = new Set([
    'not',
    'if',
    'then',
    'else',
    'items',
    'contains',
    'additionalProperties',
    'propertyNames',
    'unevaluatedItems',
    'unevaluatedProperties',
]);
/** Keywords whose value is an array of schemas. */
const HOLDS_SCHEMAS = new Set(['allOf', 'anyOf', 'oneOf', 'prefixItems']);
/** Keywords whose value is an object of schemas, under names that are no keywords. */
const HOLDS_NAMED_SCHEMAS = new Set(['properties', 'patternProperties', 'dependentSchemas']);
/** The values under `enum` of what a column can hold, itself or in an array. */
function enumValues(type) {
    const own = (0,_json_js__WEBPACK_IMPORTED_MODULE_0__/* .property */ .MZ)(type, 'enum') ?? (0,_json_js__WEBPACK_IMPORTED_MODULE_0__/* .property */ .MZ)((0,_json_js__WEBPACK_IMPORTED_MODULE_0__/* .property */ .MZ)(type, 'items'), 'enum');
    return Array.isArray(own) ? own : [];
}
/**
 * One spelling for texts that differ only by case, so that a schema of a column whose values Graph spells this way or
 * that can compare them exactly: Graph's own spelling, and of a text that Graph does not know the one that came first.
 */
class Spelling {
    /** To the one spelling, from that itself and from lower case, and from whichever other a schema has. */
    #known = new Map();
    /** Of the members of an object that are of such values. */
    #members = new Map();
    #folds;
    /**
     * @param type what a column can hold, or a member of an object in it
     * @param folds whether case does not count of the texts themselves; of members their types tell
     */
    constructor(type, folds = enumValues(type).length > 0) {
        this.#folds = folds;
        for (const value of enumValues(type))
            if (typeof value === 'string')
                this.#learn(value);
        const members = (0,_json_js__WEBPACK_IMPORTED_MODULE_0__/* .property */ .MZ)(type, 'properties');
        for (const [name, member] of Object.entries((0,_json_js__WEBPACK_IMPORTED_MODULE_0__/* .isObject */ .Gv)(members) ? members : {})) {
            const spelling = (0,_json_js__WEBPACK_IMPORTED_MODULE_0__/* .isObject */ .Gv)(member) ? new Spelling(member) : undefined;
            if (spelling?.matters === true)
                this.#members.set(name, spelling);
        }
    }
    /** Whether there is anything of which case does not count. */
    get matters() {
        return this.#folds || this.#members.size > 0;
    }
    /** The cell as the schema compares it. An array in which every text is spelled so is given back itself. */
    cell(cell) {
        if (typeof cell === 'string')
            return this.#text(cell);
        if ((0,_json_js__WEBPACK_IMPORTED_MODULE_0__/* .isObject */ .Gv)(cell))
            return this.#object(cell);
        if (!Array.isArray(cell))
            return cell;
        for (const element of cell) {
            if (typeof element === 'string' && this.#text(element) !== element)
                return cell.map((one) => this.#element(one));
        }
        return cell;
    }
    /** The schema with the texts under its `const` and `enum` spelled so, at any depth. Texts that are new are learned. */
    schema(schema) {
        if (typeof schema === 'boolean')
            return schema;
        return Object.fromEntries(Object.entries(schema).map(([keyword, value]) => [keyword, this.#under(keyword, value)]));
    }
    #under(keyword, value) {
        if (keyword === 'const' || keyword === 'enum')
            return this.#value(value);
        if (keyword === 'additionalProperties' || keyword === 'unevaluatedProperties')
            return this.#ofAnyMember(value);
        if (HOLDS_SCHEMA.has(keyword))
            return this.#subschema(value);
        if (HOLDS_SCHEMAS.has(keyword) && Array.isArray(value))
            return value.map((one) => this.#subschema(one));
        if (!HOLDS_NAMED_SCHEMAS.has(keyword) || !(0,_json_js__WEBPACK_IMPORTED_MODULE_0__/* .isObject */ .Gv)(value))
            return value;
        return Object.fromEntries(Object.entries(value).map(([name, one]) => {
            if (keyword === 'patternProperties')
                return [name, this.#ofAnyMember(one)];
            if (keyword !== 'properties')
                return [name, this.#subschema(one)];
            const member = this.#members.get(name);
            // Of what is further inside of another member, case counts.
            return [name, member === undefined ? one : member.#subschema(one)];
        }));
    }
    #object(cell) {
        if (this.#members.size === 0)
            return cell;
        return Object.fromEntries(Object.entries(cell).map(([name, value]) => [name, this.#members.get(name)?.cell(value) ?? value]));
    }
    #subschema(schema) {
        if (!(0,_json_js__WEBPACK_IMPORTED_MODULE_0__/* .isObject */ .Gv)(schema))
            return schema;
        return Object.fromEntries(Object.entries(schema).map(([keyword, value]) => [keyword, this.#under(keyword, value)]));
    }
    /** A schema that may be about each of the members: the words of all of them are spelled. */
    #ofAnyMember(schema) {
        let spelled = this.#subschema(schema);
        for (const member of this.#members.values())
            spelled = member.#subschema(spelled);
        return spelled;
    }
    #value(value) {
        if (typeof value === 'string')
            return this.#learn(value);
        if ((0,_json_js__WEBPACK_IMPORTED_MODULE_0__/* .isObject */ .Gv)(value)) {
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
