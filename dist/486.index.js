export const id = 486;
export const ids = [486,512];
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

/***/ 25486:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   policyWarnings: () => (/* binding */ policyWarnings)
/* harmony export */ });
/* harmony import */ var _errors_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(83916);
/* harmony import */ var _text_display_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(24745);
/* harmony import */ var _reports_definition_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(54530);
/* harmony import */ var _schema_keyword_types_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(46512);
/* harmony import */ var _exemptions_js__WEBPACK_IMPORTED_MODULE_5__ = __webpack_require__(82680);
/* harmony import */ var _judge_rule_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(72392);
/* harmony import */ var _wildcard_js__WEBPACK_IMPORTED_MODULE_6__ = __webpack_require__(12930);







/**
 * What to look at in a policy, in the file's order: rules that concern no mailbox of the list by its address, or that blank
 * cells break by what stands under `not`; then exemptions that have expired, that end within 30 days, or that are for
 * mailboxes which the list has not. As UserErrors `RULE_UNUSED`, `BLANK_CELLS`, `EXEMPTION_EXPIRED`, `EXEMPTION_ENDS` and
 * `EXEMPTION_UNUSED`, each with its place.
 *
 * @param addresses of the mailbox list, in any case; undefined: there is none to compare with
 * @param now epoch ms
 */
function policyWarnings({ rules, exemptions }, { addresses, now }) {
    const matched = addresses === undefined ? undefined : matchedPatterns(exemptions, addresses);
    const ofExemptions = exemptions.flatMap((exemption) => {
        const ending = endWarning(exemption, now);
        const unused = exemption.mailboxes.filter(({ pattern }) => matched?.has(pattern.toLowerCase()) === false);
        return [
            ...(ending === undefined ? [] : [ending]),
            ...unused.map(({ pattern, place }) => new _errors_js__WEBPACK_IMPORTED_MODULE_0__/* .UserError */ .yo('EXEMPTION_UNUSED', `No mailbox of the list is ${(0,_text_display_js__WEBPACK_IMPORTED_MODULE_3__/* .shownText */ .f$)(pattern)}.`, {
                hint: `The exemption from "${exemption.rule}" does nothing for it: correct the address, or remove it.`,
                place,
            })),
        ];
    });
    const ofRules = rules.flatMap((rule) => [...unusedWarnings(rule, addresses), ...blankWarnings(rule)]);
    return [...ofRules, ...ofExemptions];
}
/** A `when` may ask for addresses, which are known before anything is read. */
function unusedWarnings({ id, when, place }, addresses) {
    const schema = Object.hasOwn(when, _reports_definition_js__WEBPACK_IMPORTED_MODULE_4__/* .MAILBOX_COLUMN */ .aN) ? when[_reports_definition_js__WEBPACK_IMPORTED_MODULE_4__/* .MAILBOX_COLUMN */ .aN] : undefined;
    if (schema === undefined || addresses === undefined)
        return [];
    const meets = (0,_judge_rule_js__WEBPACK_IMPORTED_MODULE_2__/* .meetsAddress */ .hy)(schema);
    for (const address of addresses)
        if (meets(address))
            return [];
    const hint = `Correct what its "when" says of ${_reports_definition_js__WEBPACK_IMPORTED_MODULE_4__/* .MAILBOX_COLUMN */ .aN}, or take the rule out.`;
    return [new _errors_js__WEBPACK_IMPORTED_MODULE_0__/* .UserError */ .yo('RULE_UNUSED', `The rule "${id}" concerns no mailbox of the list.`, { hint, place })];
}
/** Most keywords hold for a blank cell, and so it breaks what negates them: seldom what was meant. */
function blankWarnings({ id, expect, place }) {
    return Object.entries(expect).flatMap(([column, schema]) => {
        const type = column === _reports_definition_js__WEBPACK_IMPORTED_MODULE_4__/* .MAILBOX_COLUMN */ .aN ? undefined : (0,_schema_keyword_types_js__WEBPACK_IMPORTED_MODULE_1__/* .typeThatRefusesBlank */ .Tp)(schema);
        if (type === undefined)
            return [];
        const message = `The rule "${id}" does not hold for a blank ${(0,_text_display_js__WEBPACK_IMPORTED_MODULE_3__/* .shownText */ .f$)(column)}, which meets what stands under "not".`;
        const hint = `Where blank is good enough, write not: { type: ${type}, ... }; where it is not, { type: ${type}, not: ... }.`;
        return [new _errors_js__WEBPACK_IMPORTED_MODULE_0__/* .UserError */ .yo('BLANK_CELLS', message, { hint, place })];
    });
}
function endWarning({ rule, owner, expires, place }, now) {
    const days = (0,_exemptions_js__WEBPACK_IMPORTED_MODULE_5__/* .daysUntil */ .AQ)(expires, now);
    if (days >= 0 && !(0,_exemptions_js__WEBPACK_IMPORTED_MODULE_5__/* .endsSoon */ .C_)(days))
        return undefined;
    const hint = `Remove it once its mailboxes follow the rule, or have ${(0,_text_display_js__WEBPACK_IMPORTED_MODULE_3__/* .shownText */ .f$)(owner)} set a later day under "expires".`;
    if (days < 0) {
        const message = `The exemption from "${rule}" expired after ${expires}: the rule bites again.`;
        return new _errors_js__WEBPACK_IMPORTED_MODULE_0__/* .UserError */ .yo('EXEMPTION_EXPIRED', message, { hint, place });
    }
    const left = days === 0 ? 'today' : days === 1 ? 'tomorrow' : `in ${days} days`;
    return new _errors_js__WEBPACK_IMPORTED_MODULE_0__/* .UserError */ .yo('EXEMPTION_ENDS', `The exemption from "${rule}" ends ${left}, on ${expires}.`, { hint, place });
}
/** The patterns, in lower case, that some address matches. */
function matchedPatterns(exemptions, addresses) {
    const exact = new Set();
    const open = new Map();
    for (const { pattern } of exemptions.flatMap(({ mailboxes }) => mailboxes)) {
        const folded = pattern.toLowerCase();
        if ((0,_wildcard_js__WEBPACK_IMPORTED_MODULE_6__/* .isPattern */ .P)(folded))
            open.set(folded, (0,_wildcard_js__WEBPACK_IMPORTED_MODULE_6__/* .wildcard */ .X)(folded));
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

/***/ 38639:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   G: () => (/* binding */ expectedText)
/* harmony export */ });
/* harmony import */ var _json_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(8301);
/* harmony import */ var _text_numbers_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(92613);
/* harmony import */ var _text_display_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(24745);
/* harmony import */ var _keyword_types_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(46512);




const LONGEST = 200;
/** By type, keywords whose words tell it already. */
const TELLING = new Map([
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
 * What a cell must be, for people: `none or contactsOnly`, `at least 3`. A schema that no such words were made for stands
 * as compact JSON. At most 200 characters; hostile text until escaped, since a schema quotes whatever its author wrote.
 *
 * @param of what it is about: cells may be blank, addresses never are
 */
function expectedText(schema, of = 'cells') {
    const words = phrase(schema);
    if (words === undefined)
        return (0,_text_display_js__WEBPACK_IMPORTED_MODULE_2__/* .shortened */ .vI)(JSON.stringify(schema), LONGEST);
    return (0,_text_display_js__WEBPACK_IMPORTED_MODULE_2__/* .shortened */ .vI)(of === 'cells' && (0,_keyword_types_js__WEBPACK_IMPORTED_MODULE_1__/* .typeThatRefusesBlank */ .Tp)(schema) !== undefined ? `not blank, and ${words}` : words, LONGEST);
}
/** Undefined where there are no words for it. */
function phrase(schema) {
    if (typeof schema === 'boolean')
        return schema ? 'anything' : 'nothing';
    if (!(0,_json_js__WEBPACK_IMPORTED_MODULE_3__/* .isObject */ .Gv)(schema))
        return undefined;
    const phrases = [];
    for (const [keyword, value] of Object.entries(schema)) {
        if (_keyword_types_js__WEBPACK_IMPORTED_MODULE_1__/* .ANNOTATIONS */ .BC.has(keyword) || (keyword === 'type' && isTold(value, schema)))
            continue;
        const words = keywordPhrase(keyword, value);
        if (words === undefined)
            return undefined;
        phrases.push(words);
    }
    return phrases.length === 0 ? 'anything' : phrases.join(', and ');
}
function isTold(type, schema) {
    return (TELLING.get(type) ?? []).some((keyword) => Object.hasOwn(schema, keyword));
}
function keywordPhrase(keyword, value) {
    switch (keyword) {
        case 'const':
            return valueText(value);
        case 'enum':
            return Array.isArray(value) && value.length > 0 ? (0,_text_numbers_js__WEBPACK_IMPORTED_MODULE_0__/* .listed */ .KE)(value.map(valueText), 'or') : undefined;
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
            return `at least ${(0,_text_numbers_js__WEBPACK_IMPORTED_MODULE_0__/* .counted */ .hS)(bound, 'character', 'characters')}`;
        case 'maxLength':
            return `at most ${(0,_text_numbers_js__WEBPACK_IMPORTED_MODULE_0__/* .counted */ .hS)(bound, 'character', 'characters')}`;
        case 'minItems':
            return `at least ${(0,_text_numbers_js__WEBPACK_IMPORTED_MODULE_0__/* .counted */ .hS)(bound, 'entry', 'entries')}`;
        case 'maxItems':
            return bound === 0 ? 'no entry' : `at most ${(0,_text_numbers_js__WEBPACK_IMPORTED_MODULE_0__/* .counted */ .hS)(bound, 'entry', 'entries')}`;
        default:
            return undefined;
    }
}
function negated(schema) {
    if (!(0,_json_js__WEBPACK_IMPORTED_MODULE_3__/* .isObject */ .Gv)(schema))
        return undefined;
    const { enum: values, ...others } = schema;
    if (Array.isArray(values) && values.length > 1 && Object.keys(others).length === 0) {
        return `neither ${(0,_text_numbers_js__WEBPACK_IMPORTED_MODULE_0__/* .listed */ .KE)(values.map(valueText), 'nor')}`;
    }
    return within(schema, (words) => `not ${words}`);
}
/** Words around those of a schema that takes only one phrase: of more, it would be unclear which of them are meant. */
function within(schema, around) {
    if (!(0,_json_js__WEBPACK_IMPORTED_MODULE_3__/* .isObject */ .Gv)(schema))
        return undefined;
    const told = Object.keys(schema).filter((keyword) => !_keyword_types_js__WEBPACK_IMPORTED_MODULE_1__/* .ANNOTATIONS */ .BC.has(keyword) && keyword !== 'type');
    const words = phrase(schema);
    return told.length > 1 || words === undefined ? undefined : around(words);
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
/** A value as a policy's author writes it; in quotes where blanks at its ends would not show. */
function valueText(value) {
    if (value === null)
        return 'blank';
    if (value === '')
        return 'an empty text';
    if (Array.isArray(value) && value.length === 0)
        return 'no entry';
    return typeof value === 'string' && value === value.trim() ? value : JSON.stringify(value);
}


/***/ }),

/***/ 46512:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   BC: () => (/* binding */ ANNOTATIONS),
/* harmony export */   OZ: () => (/* binding */ ABOUT),
/* harmony export */   Tp: () => (/* binding */ typeThatRefusesBlank)
/* harmony export */ });
/* harmony import */ var _json_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(8301);

/** The JSON type that a keyword is about: values of others meet it, whatever it says. */
const ABOUT = {
    pattern: 'string',
    format: 'string',
    minLength: 'string',
    maxLength: 'string',
    multipleOf: 'number',
    minimum: 'number',
    maximum: 'number',
    exclusiveMinimum: 'number',
    exclusiveMaximum: 'number',
    items: 'array',
    prefixItems: 'array',
    contains: 'array',
    minItems: 'array',
    maxItems: 'array',
    minContains: 'array',
    maxContains: 'array',
    uniqueItems: 'array',
    unevaluatedItems: 'array',
    properties: 'object',
    patternProperties: 'object',
    additionalProperties: 'object',
    propertyNames: 'object',
    minProperties: 'object',
    maxProperties: 'object',
    required: 'object',
    dependentRequired: 'object',
    dependentSchemas: 'object',
    unevaluatedProperties: 'object',
};
/** They say nothing about a cell. */
const ANNOTATIONS = new Set([
    ...['title', 'description', '$comment', 'default', 'examples', 'deprecated'],
]);
/**
 * The JSON type of what stands under a schema's `not` where blank cells break the schema by it alone: a blank cell meets
 * what is negated, and nothing beside it says whether blank will do. Undefined for any other schema.
 */
function typeThatRefusesBlank(schema) {
    if (!(0,_json_js__WEBPACK_IMPORTED_MODULE_0__/* .isObject */ .Gv)(schema) || Object.hasOwn(schema, 'type'))
        return undefined;
    const { not: negated } = schema;
    return negated === undefined ? undefined : typeBesideBlank(negated);
}
/**
 * The JSON type of which a schema speaks, where all its keywords are about one: a blank cell meets such a schema, since
 * none of them is about blank ones. Undefined for any other.
 */
function typeBesideBlank(schema) {
    if (!(0,_json_js__WEBPACK_IMPORTED_MODULE_0__/* .isObject */ .Gv)(schema))
        return undefined;
    const keywords = Object.keys(schema).filter((keyword) => !ANNOTATIONS.has(keyword));
    const types = keywords.map((keyword) => (Object.hasOwn(ABOUT, keyword) ? ABOUT[keyword] : undefined));
    return types.includes(undefined) ? undefined : types[0];
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
