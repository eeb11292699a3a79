export const id = 196;
export const ids = [196];
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

/***/ 7196:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  policyWarnings: () => (/* binding */ policyWarnings)
});

// EXTERNAL MODULE: ./src/errors.ts
var errors = __webpack_require__(83916);
// EXTERNAL MODULE: ./src/reports/built-in.ts + 10 modules
var built_in = __webpack_require__(18261);
// EXTERNAL MODULE: ./src/reports/definition.ts
var definition = __webpack_require__(54530);
// EXTERNAL MODULE: ./src/json.ts
var json = __webpack_require__(8301);
// EXTERNAL MODULE: ./src/schema/column-domain.ts
var column_domain = __webpack_require__(42190);
// EXTERNAL MODULE: ./src/schema/keywords.ts
var keywords = __webpack_require__(9131);
// EXTERNAL MODULE: ./src/schema/pattern.ts
var schema_pattern = __webpack_require__(26005);
;// CONCATENATED MODULE: ./src/schema/always-true.ts




/** Keywords that every value meets at 0. */
const LEAST = new Set(['minLength', 'minItems', 'minProperties', 'minContains']);
/** A text with all characters of the Basic Multilingual Plane except surrogates, and texts of one character. */
const ALL_CHARACTERS = Array.from({ length: 0xd800 }, (_, code) => String.fromCharCode(code)).join('');
const SAMPLES = ['', ALL_CHARACTERS, 'a', 'Z', '0', ' ', '@', '.', '-', 'é', '日', '\n'];
/**
 * Whether every value of a column meets a schema, so that it checks nothing. False if that is uncertain.
 *
 * @param schema valid
 */
function isAlwaysTrue(schema, domain) {
    if (!(0,json/* isObject */.Gv)(schema))
        return schema === true;
    return Object.entries(schema).every(([keyword, value]) => isKeywordAlwaysTrue(keyword, value, schema, domain));
}
function isKeywordAlwaysTrue(keyword, value, schema, domain) {
    if (keywords/* ANNOTATIONS */.BC.has(keyword))
        return true;
    if (LEAST.has(keyword))
        return typeof value === 'number' && value <= leastOf(keyword, domain);
    switch (keyword) {
        case 'type':
            return (0,column_domain/* jsonTypes */.Qv)(domain).every((type) => namesIn(value).includes(type));
        case 'enum':
            return coversEnum(value, domain);
        case 'pattern':
            return typeof value === 'string' && matchesEverything(value);
        case 'not':
            return isNeverTrue(value, domain);
        case 'allOf':
            return Array.isArray(value) && value.every((one) => isAlwaysTrue(one, domain));
        case 'anyOf':
            return Array.isArray(value) && value.some((one) => isAlwaysTrue(one, domain));
        case 'if':
            return ['then', 'else'].every((branch) => isAlwaysTrue((0,json/* property */.MZ)(schema, branch) ?? true, domain));
        case 'then':
        case 'else':
            return true;
        case 'items':
        case 'additionalProperties':
        case 'unevaluatedItems':
        case 'unevaluatedProperties':
            return isAlwaysTrue(value, column_domain/* ANY_VALUE */.LG);
        case 'properties':
        case 'patternProperties':
            return (0,json/* isObject */.Gv)(value) && Object.values(value).every((one) => isAlwaysTrue(one, column_domain/* ANY_VALUE */.LG));
        case 'required':
            return Array.isArray(value) && value.length === 0;
        case 'uniqueItems':
            return value === false;
        default:
            return false;
    }
}
/** A value is under `not` if the column lacks its type. */
function isNeverTrue(schema, domain) {
    if (!(0,json/* isObject */.Gv)(schema))
        return schema === false;
    const type = (0,json/* property */.MZ)(schema, 'type');
    if (type === undefined)
        return false;
    const names = namesIn(type);
    return !(0,column_domain/* jsonTypes */.Qv)(domain).some((possible) => names.includes(possible) || (possible === 'number' && names.includes('integer')));
}
/** Texts are never empty: what is blank is null. */
function leastOf(keyword, { type }) {
    const least = (0,json/* property */.MZ)(type, keyword);
    return typeof least === 'number' ? least : 0;
}
function coversEnum(values, { type, blank }) {
    const possible = (0,json/* property */.MZ)(type, 'enum');
    if (!Array.isArray(values) || !Array.isArray(possible))
        return false;
    const folded = new Set(values.map((value) => JSON.stringify(value).toLowerCase()));
    return [...possible, ...(blank ? [null] : [])].every((value) => folded.has(JSON.stringify(value).toLowerCase()));
}
function matchesEverything(pattern) {
    const compiled = (0,schema_pattern/* compilePattern */.Eb)(pattern);
    return SAMPLES.every((sample) => compiled.test(sample));
}
function namesIn(type) {
    return Array.isArray(type) ? type : [type];
}

// EXTERNAL MODULE: ./src/schema/cell-schema.ts
var cell_schema = __webpack_require__(69507);
// EXTERNAL MODULE: ./src/schema/relative-dates.ts
var relative_dates = __webpack_require__(64043);
// EXTERNAL MODULE: ./src/text/display.ts
var display = __webpack_require__(24745);
// EXTERNAL MODULE: ./src/reports/column-schemas.ts
var column_schemas = __webpack_require__(28384);
// EXTERNAL MODULE: ./src/reports/conditions.ts
var conditions = __webpack_require__(213);
// EXTERNAL MODULE: ./src/policy/exemptions.ts
var exemptions = __webpack_require__(82680);
// EXTERNAL MODULE: ./src/policy/wildcard.ts
var wildcard = __webpack_require__(12930);
;// CONCATENATED MODULE: ./src/policy/file/policy-warnings.ts












/** Exemptions are temporary: after five years their reason is forgotten. */
const MAX_DAYS_AHEAD = 5 * 365;
/**
 * Probable mistakes in a valid policy, with their places: rules first, then exemptions, each in the file's order. Codes:
 * `RULE_UNUSED`, `RULE_CHECKS_NOTHING`, `BLANK_CELLS`, `EXEMPTION_EXPIRED`, `EXEMPTION_ENDS`, `EXEMPTION_FAR`,
 * `EXEMPTION_BROAD`, `EXEMPTION_UNUSED`.
 */
function policyWarnings({ rules, exemptions }, { reports, addresses, now }) {
    // The addresses may come from an iterator, which can be read only once.
    const list = addresses === undefined ? undefined : [...addresses];
    const matched = list === undefined ? undefined : matchedPatterns(exemptions, list);
    return [
        ...rules.flatMap((rule) => [
            ...unusedWarnings(rule, list),
            ...emptyWarnings(rule, reports),
            ...blankWarnings(rule, now),
        ]),
        ...exemptions.flatMap((exemption) => [
            ...expiryWarnings(exemption, now),
            ...broadWarnings(exemption),
            ...unmatchedWarnings(exemption, matched),
        ]),
    ];
}
/** Addresses are known before anything is read. */
function unusedWarnings({ id, when, place }, addresses) {
    const schema = Object.hasOwn(when, definition/* MAILBOX_COLUMN */.aN) ? when[definition/* MAILBOX_COLUMN */.aN] : undefined;
    if (schema === undefined || addresses === undefined || addresses.some((0,conditions/* addressMatcher */.Jr)(schema)))
        return [];
    const hint = `Correct ${definition/* MAILBOX_COLUMN */.aN} in its "when", or remove the rule.`;
    return [new errors/* UserError */.yo('RULE_UNUSED', `The rule "${id}" applies to no mailbox of the list.`, { hint, place })];
}
function emptyWarnings({ id, report: name, expect, place }, reports) {
    const report = reports.find((one) => one.name === name) ?? built_in/* builtInReports */.v.get(name);
    if (report === undefined)
        return [];
    return Object.entries(expect).flatMap(([column, schema]) => {
        if (!isAlwaysTrue(schema, (0,column_schemas/* columnDomain */.H)(column, report)))
            return [];
        const message = `The rule "${id}" checks nothing about ${(0,display/* shownText */.f$)(column)}: every value meets its schema.`;
        const hint = 'Expect a value, such as { const: ... } or { enum: [...] }, or remove the column from the rule.';
        return [new errors/* UserError */.yo('RULE_CHECKS_NOTHING', message, { hint, place })];
    });
}
/** A blank cell meets most keywords, and so violates a rule that negates them: seldom the intention. */
function blankWarnings({ id, when, expect, place }, now) {
    return Object.entries(expect).flatMap(([column, schema]) => {
        const type = column === definition/* MAILBOX_COLUMN */.aN ? undefined : (0,keywords/* typeThatRefusesBlank */.Tp)(schema);
        const condition = Object.hasOwn(when, column) ? when[column] : undefined;
        const excludesBlank = condition !== undefined && !(0,cell_schema/* compileCell */.CH)((0,relative_dates/* resolveDates */.EX)(condition, now))(null);
        if (type === undefined || excludesBlank)
            return [];
        const message = `The rule "${id}" fails if ${(0,display/* shownText */.f$)(column)} is blank: a blank cell meets the schema under "not".`;
        const hint = `If blank is allowed, write not: { type: ${type}, ... }. If not, write { type: ${type}, not: ... }.`;
        return [new errors/* UserError */.yo('BLANK_CELLS', message, { hint, place })];
    });
}
function expiryWarnings({ rule, owner, expires, place }, now) {
    const days = (0,exemptions/* daysUntil */.AQ)(expires, now);
    if (days > MAX_DAYS_AHEAD) {
        const message = `The exemption from "${rule}" applies until ${expires}, more than five years from now.`;
        const hint = 'Choose an earlier day under "expires", or change the rule with a "when".';
        return [new errors/* UserError */.yo('EXEMPTION_FAR', message, { hint, place })];
    }
    if (days >= 0 && !(0,exemptions/* endsSoon */.C_)(days))
        return [];
    const hint = `Remove it once its mailboxes comply, or ask ${(0,display/* shownText */.f$)(owner)} for a later day under "expires".`;
    if (days < 0) {
        const message = `The exemption from "${rule}" expired after ${expires} and no longer applies.`;
        return [new errors/* UserError */.yo('EXEMPTION_EXPIRED', message, { hint, place })];
    }
    const left = days === 0 ? 'today' : days === 1 ? 'tomorrow' : `in ${days} days`;
    return [
        new errors/* UserError */.yo('EXEMPTION_ENDS', `The exemption from "${rule}" ends ${left}, on ${expires}.`, { hint, place }),
    ];
}
/** Without a letter or a digit, a pattern matches every address of any organization. */
function broadWarnings({ rule, mailboxes }) {
    return mailboxes.flatMap(({ pattern, place }) => {
        if (!(0,wildcard/* isPattern */.P)(pattern) || /[\p{L}\p{N}]/u.test(pattern))
            return [];
        const message = `The exemption from "${rule}" applies to every mailbox: ${(0,display/* shownText */.f$)(pattern)}.`;
        const hint = 'Name the mailboxes or a domain, such as *@partners.contoso.com, or remove the rule.';
        return [new errors/* UserError */.yo('EXEMPTION_BROAD', message, { hint, place })];
    });
}
function unmatchedWarnings({ rule, mailboxes }, matched) {
    return mailboxes.flatMap(({ pattern, place }) => {
        if (matched === undefined || matched.has(pattern.toLowerCase()))
            return [];
        const hint = `The exemption from "${rule}" has no effect for it: correct the address, or remove it.`;
        return [
            new errors/* UserError */.yo('EXEMPTION_UNUSED', `No mailbox of the list matches ${(0,display/* shownText */.f$)(pattern)}.`, { hint, place }),
        ];
    });
}
/** The patterns, in lower case, that some address matches. */
function matchedPatterns(exemptions, addresses) {
    const exact = new Set();
    const open = new Map();
    for (const { pattern } of exemptions.flatMap(({ mailboxes }) => mailboxes)) {
        const folded = pattern.toLowerCase();
        if ((0,wildcard/* isPattern */.P)(folded))
            open.set(folded, (0,wildcard/* wildcard */.X)(folded));
        else
            exact.add(folded);
    }
    const matched = new Set();
    for (const address of addresses) {
        const folded = address.toLowerCase();
        if (exact.has(folded))
            matched.add(folded);
        for (const [pattern, matches] of open) {
            if (!matches(folded))
                continue;
            matched.add(pattern);
            open.delete(pattern);
        }
    }
    return matched;
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

/***/ 38639:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   G: () => (/* binding */ expectedText)
/* harmony export */ });
/* harmony import */ var _json_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(8301);
/* harmony import */ var _text_numbers_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(92613);
/* harmony import */ var _text_display_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(24745);
/* harmony import */ var _keywords_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(9131);




const LONGEST = 200;
/** By type, keywords whose words imply the type. */
const IMPLIED_BY = new Map([
    ['string', ['const', 'enum', 'pattern', 'format', 'minLength', 'maxLength']],
    ['number', ['const', 'enum', 'minimum', 'maximum', 'exclusiveMinimum', 'exclusiveMaximum']],
    ['array', ['const', 'enum', 'items', 'contains', 'minItems', 'maxItems']],
    ['boolean', ['const', 'enum']],
]);
const TYPES = new Map([
    ['string', 'text'],
    ['number', 'a number'],
    ['integer', 'a whole number'],
    ['boolean', 'true or false'],
    ['array', 'a list'],
    ['object', 'an object'],
    ['null', 'blank'],
]);
/**
 * A schema in words: `none or contactsOnly`, `at least 3`. Compact JSON if there are no words for it. At most 200
 * characters. Hostile text until escaped, since a schema quotes its author.
 *
 * @param of the kind of value: cells may be blank, addresses are never blank
 */
function expectedText(schema, of = 'cells') {
    const words = phrase(schema);
    if (words === undefined)
        return (0,_text_display_js__WEBPACK_IMPORTED_MODULE_1__/* .shortened */ .vI)(JSON.stringify(schema), LONGEST);
    return (0,_text_display_js__WEBPACK_IMPORTED_MODULE_1__/* .shortened */ .vI)(of === 'cells' && (0,_keywords_js__WEBPACK_IMPORTED_MODULE_0__/* .typeThatRefusesBlank */ .Tp)(schema) !== undefined ? `not blank, and ${words}` : words, LONGEST);
}
/** Undefined if there are no words for it. */
function phrase(schema) {
    if (typeof schema === 'boolean')
        return schema ? 'anything' : 'nothing';
    if (!(0,_json_js__WEBPACK_IMPORTED_MODULE_2__/* .isObject */ .Gv)(schema))
        return undefined;
    const phrases = [];
    for (const [keyword, value] of Object.entries(schema)) {
        if (_keywords_js__WEBPACK_IMPORTED_MODULE_0__/* .ANNOTATIONS */ .BC.has(keyword) || (keyword === 'type' && isImplied(value, schema)))
            continue;
        const words = keywordPhrase(keyword, value);
        if (words === undefined)
            return undefined;
        phrases.push(words);
    }
    return phrases.length === 0 ? 'anything' : phrases.join(', and ');
}
function isImplied(type, schema) {
    return (IMPLIED_BY.get(type) ?? []).some((keyword) => Object.hasOwn(schema, keyword));
}
function keywordPhrase(keyword, value) {
    switch (keyword) {
        case 'const':
            return valueText(value);
        case 'enum':
            return Array.isArray(value) && value.length > 0 ? (0,_text_numbers_js__WEBPACK_IMPORTED_MODULE_3__/* .listed */ .KE)(value.map(valueText), 'or') : undefined;
        case 'not':
            return negated(value);
        case 'anyOf':
            return alternatives(value);
        case 'type':
            return typePhrase(value);
        case 'pattern':
            return typeof value === 'string' ? `text that matches /${value}/` : undefined;
        case 'format':
            return typeof value === 'string' ? `text in the format ${value}` : undefined;
        case 'formatMinimum':
            return typeof value === 'string' ? `at or after ${value}` : undefined;
        case 'formatMaximum':
            return typeof value === 'string' ? `at or before ${value}` : undefined;
        case 'formatExclusiveMinimum':
            return typeof value === 'string' ? `after ${value}` : undefined;
        case 'formatExclusiveMaximum':
            return typeof value === 'string' ? `before ${value}` : undefined;
        case 'items':
            return within(value, (words) => `only ${words}`);
        case 'contains':
            return within(value, (words) => `${words} among others`);
        default:
            return typeof value === 'number' ? boundPhrase(keyword, value) : undefined;
    }
}
function boundPhrase(keyword, bound) {
    switch (keyword) {
        case 'minimum':
            return `at least ${bound}`;
        case 'maximum':
            return `at most ${bound}`;
        case 'exclusiveMinimum':
            return `more than ${bound}`;
        case 'exclusiveMaximum':
            return `less than ${bound}`;
        case 'multipleOf':
            return `a multiple of ${bound}`;
        case 'minLength':
            return `at least ${(0,_text_numbers_js__WEBPACK_IMPORTED_MODULE_3__/* .counted */ .hS)(bound, 'character', 'characters')}`;
        case 'maxLength':
            return `at most ${(0,_text_numbers_js__WEBPACK_IMPORTED_MODULE_3__/* .counted */ .hS)(bound, 'character', 'characters')}`;
        case 'minItems':
            return `at least ${(0,_text_numbers_js__WEBPACK_IMPORTED_MODULE_3__/* .counted */ .hS)(bound, 'entry', 'entries')}`;
        case 'maxItems':
            return bound === 0 ? 'no entry' : `at most ${(0,_text_numbers_js__WEBPACK_IMPORTED_MODULE_3__/* .counted */ .hS)(bound, 'entry', 'entries')}`;
        default:
            return undefined;
    }
}
function negated(schema) {
    if (!(0,_json_js__WEBPACK_IMPORTED_MODULE_2__/* .isObject */ .Gv)(schema))
        return undefined;
    const { enum: values, ...others } = schema;
    if (Array.isArray(values) && values.length > 1 && Object.keys(others).length === 0) {
        return `neither ${(0,_text_numbers_js__WEBPACK_IMPORTED_MODULE_3__/* .listed */ .KE)(values.map(valueText), 'nor')}`;
    }
    return within(schema, (words) => `not ${words}`);
}
/** Words around those of a schema with a single phrase. With several phrases it would be ambiguous which are meant. */
function within(schema, around) {
    if (!(0,_json_js__WEBPACK_IMPORTED_MODULE_2__/* .isObject */ .Gv)(schema))
        return undefined;
    const keywords = Object.keys(schema).filter((keyword) => !_keywords_js__WEBPACK_IMPORTED_MODULE_0__/* .ANNOTATIONS */ .BC.has(keyword) && keyword !== 'type');
    const words = phrase(schema);
    return keywords.length > 1 || words === undefined ? undefined : around(words);
}
function alternatives(schemas) {
    if (!Array.isArray(schemas) || schemas.length === 0)
        return undefined;
    const phrases = [];
    for (const schema of schemas) {
        const words = within(schema, (inner) => inner);
        if (words === undefined)
            return undefined;
        phrases.push(words);
    }
    return phrases.join(' or ');
}
function typePhrase(type) {
    const names = Array.isArray(type) ? type : [type];
    const phrases = [];
    for (const name of names) {
        const words = TYPES.get(name);
        if (words === undefined)
            return undefined;
        phrases.push(words);
    }
    return phrases.length === 0 ? undefined : phrases.join(' or ');
}
/** A value as a policy writes it, in quotes if it has leading or trailing spaces. */
function valueText(value) {
    if (value === null)
        return 'blank';
    if (value === '')
        return 'an empty text';
    if (Array.isArray(value) && value.length === 0)
        return 'no entry';
    return typeof value === 'string' && value === value.trim() ? value : JSON.stringify(value);
}


/***/ })

};
