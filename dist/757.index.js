export const id = 757;
export const ids = [757];
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

/***/ 13757:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   policyWarnings: () => (/* binding */ policyWarnings)
/* harmony export */ });
/* harmony import */ var _errors_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(83916);
/* harmony import */ var _files_yaml_json_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(57835);
/* harmony import */ var _json_js__WEBPACK_IMPORTED_MODULE_14__ = __webpack_require__(8301);
/* harmony import */ var _reports_built_in_tables_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(35445);
/* harmony import */ var _reports_definition_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(54530);
/* harmony import */ var _schema_column_domain_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(42190);
/* harmony import */ var _schema_cell_schema_js__WEBPACK_IMPORTED_MODULE_5__ = __webpack_require__(69507);
/* harmony import */ var _schema_keywords_js__WEBPACK_IMPORTED_MODULE_6__ = __webpack_require__(9131);
/* harmony import */ var _schema_pattern_js__WEBPACK_IMPORTED_MODULE_7__ = __webpack_require__(26005);
/* harmony import */ var _schema_relative_dates_js__WEBPACK_IMPORTED_MODULE_8__ = __webpack_require__(64043);
/* harmony import */ var _schema_spelling_js__WEBPACK_IMPORTED_MODULE_9__ = __webpack_require__(88105);
/* harmony import */ var _text_display_js__WEBPACK_IMPORTED_MODULE_13__ = __webpack_require__(24745);
/* harmony import */ var _text_numbers_js__WEBPACK_IMPORTED_MODULE_15__ = __webpack_require__(92613);
/* harmony import */ var _reports_column_schemas_js__WEBPACK_IMPORTED_MODULE_10__ = __webpack_require__(28384);
/* harmony import */ var _reports_conditions_js__WEBPACK_IMPORTED_MODULE_11__ = __webpack_require__(213);
/* harmony import */ var _exemptions_js__WEBPACK_IMPORTED_MODULE_12__ = __webpack_require__(82680);
















/** Exemptions are temporary: after five years their reason is forgotten. */
const MAX_DAYS_AHEAD = 5 * 365;
/**
 * Probable mistakes in a valid policy, with their places: rules first, then exemptions, each in the file's order. Codes:
 * `RULE_UNUSED`, `RULE_CHECKS_NOTHING`, `BLANK_CELLS`, `VALUE_UNDOCUMENTED`, `NAME_COMPARED`, `TYPE_MISSING`, `EXEMPTION_EXPIRED`, `EXEMPTION_ENDS`,
 * `EXEMPTION_FAR`, `EXEMPTION_BROAD`, `EXEMPTION_UNUSED`.
 */
function policyWarnings({ rules, exemptions }, { reports, addresses, now }) {
    const list = addresses && new Set(Array.from(addresses, (address) => address.toLowerCase()));
    return [
        ...rules.flatMap((rule) => [
            ...unusedWarnings(rule, list),
            ...emptyWarnings(rule, reports),
            ...blankWarnings(rule, now),
            ...undocumentedWarnings(rule, reports),
            ...comparisonWarnings(rule, reports),
            ...caseWarnings(rule, reports),
            ...untypedWarnings(rule, reports),
        ]),
        ...exemptions.flatMap((exemption) => [
            ...expiryWarnings(exemption, now),
            ...broadWarnings(exemption),
            ...broadItems(exemption),
            ...unmatchedWarnings(exemption, list),
        ]),
    ];
}
function reportOf({ report: name }, reports) {
    return reports.find((one) => one.name === name) ?? _reports_built_in_tables_js__WEBPACK_IMPORTED_MODULE_2__/* .allBuiltIn */ .by.get(name);
}
/** The columns of `when` and `expect` with their schemas. */
function conditionsOf({ when, expect }) {
    return [...Object.entries(when), ...Object.entries(expect)];
}
/** Of rules whose "when" matches no address of the list. */
function unusedWarnings({ id, when, place }, addresses) {
    const schema = Object.hasOwn(when, _reports_definition_js__WEBPACK_IMPORTED_MODULE_3__/* .MAILBOX_COLUMN */ .aN) ? when[_reports_definition_js__WEBPACK_IMPORTED_MODULE_3__/* .MAILBOX_COLUMN */ .aN] : undefined;
    if (schema === undefined || addresses === undefined || [...addresses].some((0,_reports_conditions_js__WEBPACK_IMPORTED_MODULE_11__/* .addressMatcher */ .Jr)(schema)))
        return [];
    const hint = `Correct ${_reports_definition_js__WEBPACK_IMPORTED_MODULE_3__/* .MAILBOX_COLUMN */ .aN} in its "when", or remove the rule.`;
    return [new _errors_js__WEBPACK_IMPORTED_MODULE_0__/* .UserError */ .yo('RULE_UNUSED', `The rule "${id}" applies to no mailbox of the list.`, { hint, place })];
}
function emptyWarnings(rule, reports) {
    const { id, expect, place } = rule;
    const report = reportOf(rule, reports);
    if (report === undefined)
        return [];
    return Object.entries(expect).flatMap(([column, schema]) => {
        const { type, blank } = (0,_reports_column_schemas_js__WEBPACK_IMPORTED_MODULE_10__/* .columnDomain */ .H)(column, report, reports);
        // A blank cell violates a negated schema by the way, which is no requirement.
        const isNegated = (0,_schema_keywords_js__WEBPACK_IMPORTED_MODULE_6__/* .typeThatRefusesBlank */ .Tp)(schema) !== undefined;
        if (!(0,_schema_column_domain_js__WEBPACK_IMPORTED_MODULE_4__/* .isAlwaysTrue */ .WQ)(schema, { type, blank: blank && !isNegated }))
            return [];
        const values = isNegated ? 'every value that is not blank' : 'every value';
        const message = `The rule "${id}" checks nothing about ${(0,_text_display_js__WEBPACK_IMPORTED_MODULE_13__/* .shownText */ .f$)(column)}: ${values} meets its schema.`;
        const hint = 'Expect a value, such as { const: ... } or { enum: [...] }, or remove the column from the rule.';
        return [new _errors_js__WEBPACK_IMPORTED_MODULE_0__/* .UserError */ .yo('RULE_CHECKS_NOTHING', message, { hint, place })];
    });
}
/** A blank cell meets most keywords, and so violates a rule that negates them: seldom the intention. */
function blankWarnings({ id, when, expect, place }, now) {
    return Object.entries(expect).flatMap(([column, schema]) => {
        const type = column === _reports_definition_js__WEBPACK_IMPORTED_MODULE_3__/* .MAILBOX_COLUMN */ .aN ? undefined : (0,_schema_keywords_js__WEBPACK_IMPORTED_MODULE_6__/* .typeThatRefusesBlank */ .Tp)(schema);
        const condition = Object.hasOwn(when, column) ? when[column] : undefined;
        const excludesBlank = condition !== undefined && !(0,_schema_cell_schema_js__WEBPACK_IMPORTED_MODULE_5__/* .compileCell */ .CH)((0,_schema_relative_dates_js__WEBPACK_IMPORTED_MODULE_8__/* .resolveDates */ .EX)(condition, now))(null);
        if (type === undefined || excludesBlank)
            return [];
        const message = `The rule "${id}" fails if ${(0,_text_display_js__WEBPACK_IMPORTED_MODULE_13__/* .shownText */ .f$)(column)} is blank: a blank cell meets the schema under "not".`;
        const hint = `If blank is allowed, write not: { type: ${type}, ... }. If not, write { type: ${type}, not: ... }.`;
        return [new _errors_js__WEBPACK_IMPORTED_MODULE_0__/* .UserError */ .yo('BLANK_CELLS', message, { hint, place })];
    });
}
/** A rule about a value that never occurs checks nothing. */
function undocumentedWarnings(rule, reports) {
    const { id, place } = rule;
    const report = reportOf(rule, reports);
    if (report === undefined)
        return [];
    return conditionsOf(rule).flatMap(([column, schema]) => {
        const domain = (0,_reports_column_schemas_js__WEBPACK_IMPORTED_MODULE_10__/* .columnDomain */ .H)(column, report, reports);
        const values = [...new Set(comparedValues(schema))].filter((value) => (0,_schema_column_domain_js__WEBPACK_IMPORTED_MODULE_4__/* .isUndocumented */ .m5)(value, domain));
        return values.map((value) => {
            const message = `The rule "${id}" compares ${(0,_text_display_js__WEBPACK_IMPORTED_MODULE_13__/* .shownText */ .f$)(column)} with ${(0,_files_yaml_json_js__WEBPACK_IMPORTED_MODULE_1__/* .shownJson */ .oB)(value)}, which Microsoft does not document.`;
            const hint = `Check the spelling. Documented values are ${(0,_schema_spelling_js__WEBPACK_IMPORTED_MODULE_9__/* .enumTexts */ .W)(domain.type).join(', ')}.`;
            return new _errors_js__WEBPACK_IMPORTED_MODULE_0__/* .UserError */ .yo('VALUE_UNDOCUMENTED', message, { hint, place });
        });
    });
}
/** A rule that compares a name, or a text that a column never has. */
function comparisonWarnings(rule, reports) {
    const { id, place } = rule;
    const own = reportOf(rule, reports);
    if (own === undefined)
        return [];
    return conditionsOf(rule).flatMap(([written, schema]) => {
        const { report, column } = (0,_reports_definition_js__WEBPACK_IMPORTED_MODULE_3__/* .columnOf */ .uV)(own, written);
        const { comparisons = {} } = _reports_built_in_tables_js__WEBPACK_IMPORTED_MODULE_2__/* .allBuiltIn */ .by.get(report) ?? {};
        const comparison = Object.hasOwn(comparisons, column) ? comparisons[column] : undefined;
        if (comparison === undefined)
            return [];
        const { form, advice } = comparison;
        const texts = comparedValues(schema).flatMap((value) => (typeof value === 'string' && value !== '' ? [value] : []));
        return [...new Set(texts)].flatMap((text) => {
            if (form !== undefined && (0,_schema_pattern_js__WEBPACK_IMPORTED_MODULE_7__/* .compilePattern */ .Eb)(form).test(text))
                return [];
            const pattern = (0,_text_display_js__WEBPACK_IMPORTED_MODULE_13__/* .visibleLine */ .P8)(text.replace(/[\\^$.|?*+()[\]{}]/g, String.raw `\$&`).replaceAll("'", "''"));
            const hint = advice.replaceAll('{pattern}', () => pattern);
            const compares = `The rule "${id}" compares ${(0,_text_display_js__WEBPACK_IMPORTED_MODULE_13__/* .shownText */ .f$)(written)} with ${(0,_files_yaml_json_js__WEBPACK_IMPORTED_MODULE_1__/* .shownJson */ .oB)(text)}`;
            return form === undefined
                ? [new _errors_js__WEBPACK_IMPORTED_MODULE_0__/* .UserError */ .yo('NAME_COMPARED', `${compares}, which is a name.`, { hint, place })]
                : [
                    new _errors_js__WEBPACK_IMPORTED_MODULE_0__/* .UserError */ .yo('VALUE_UNDOCUMENTED', `${compares}. The texts of the column have another form.`, {
                        hint,
                        place,
                    }),
                ];
        });
    });
}
/** A pattern that matches documented texts only without regard to case. Values compare without case, patterns do not. */
function caseWarnings(rule, reports) {
    const { id, place } = rule;
    const report = reportOf(rule, reports);
    if (report === undefined)
        return [];
    return conditionsOf(rule).flatMap(([column, schema]) => {
        const texts = (0,_schema_spelling_js__WEBPACK_IMPORTED_MODULE_9__/* .enumTexts */ .W)((0,_reports_column_schemas_js__WEBPACK_IMPORTED_MODULE_10__/* .columnDomain */ .H)(column, report, reports).type);
        const matches = (pattern, flags = '') => texts.some((text) => (0,_schema_pattern_js__WEBPACK_IMPORTED_MODULE_7__/* .compilePattern */ .Eb)(pattern, flags).test(text));
        const missing = patternsIn(schema).filter((pattern) => !matches(pattern) && matches(pattern, 'i'));
        return [...new Set(missing)].map((pattern) => {
            const message = `The rule "${id}" compares ${(0,_text_display_js__WEBPACK_IMPORTED_MODULE_13__/* .shownText */ .f$)(column)} with the pattern ${(0,_text_display_js__WEBPACK_IMPORTED_MODULE_13__/* .shownText */ .f$)(pattern)}, which none of its values matches: case counts.`;
            const hint = `Write (?i) before it. The values are ${texts.join(', ')}.`;
            return new _errors_js__WEBPACK_IMPORTED_MODULE_0__/* .UserError */ .yo('VALUE_UNDOCUMENTED', message, { hint, place });
        });
    });
}
/** Numbers, lists and objects meet keywords about texts: https://json-schema.org/draft/2020-12/json-schema-validation#section-6.3 */
function untypedWarnings({ id, report: name, expect, place }, reports) {
    const report = reports.find((one) => one.name === name);
    if (report === undefined)
        return [];
    return Object.entries(expect).flatMap(([column, schema]) => {
        if (!(0,_json_js__WEBPACK_IMPORTED_MODULE_14__/* .isObject */ .Gv)(schema))
            return [];
        const keyword = ['pattern', 'format'].find((each) => Object.hasOwn(schema, each));
        const isTyped = (0,_reports_column_schemas_js__WEBPACK_IMPORTED_MODULE_10__/* .columnDomain */ .H)(column, report, reports).type !== undefined || Object.hasOwn(schema, 'type');
        if (keyword === undefined || isTyped)
            return [];
        const message = `The rule "${id}" passes for every ${(0,_text_display_js__WEBPACK_IMPORTED_MODULE_13__/* .shownText */ .f$)(column)} that is not a text: "${keyword}" is only about texts.`;
        const hint = `Declare the column under "types" of the report file, for example ${(0,_text_display_js__WEBPACK_IMPORTED_MODULE_13__/* .shownText */ .f$)(column)}: { type: string }.`;
        return [new _errors_js__WEBPACK_IMPORTED_MODULE_0__/* .UserError */ .yo('TYPE_MISSING', message, { hint, place })];
    });
}
/** A schema and those inside it that are objects, at any depth. */
function schemasIn(schema) {
    if (!(0,_json_js__WEBPACK_IMPORTED_MODULE_14__/* .isObject */ .Gv)(schema))
        return [];
    const inside = [schema];
    (0,_schema_keywords_js__WEBPACK_IMPORTED_MODULE_6__/* .mapSubschemas */ .TY)(schema, (subschema) => {
        inside.push(...schemasIn(subschema));
        return subschema;
    });
    return inside;
}
/** The values under `const` and `enum` of a schema, at any depth. */
function comparedValues(schema) {
    return schemasIn(schema).flatMap((one) => [one.const ?? [], one.enum ?? []].flat());
}
/** The patterns of a schema, at any depth. */
function patternsIn(schema) {
    return schemasIn(schema).flatMap(({ pattern }) => (typeof pattern === 'string' ? [pattern] : []));
}
function expiryWarnings({ rule, owner, expires, place }, now) {
    const days = (0,_text_numbers_js__WEBPACK_IMPORTED_MODULE_15__/* .daysUntil */ .AQ)(expires, now);
    if (days > MAX_DAYS_AHEAD) {
        const message = `The exemption from "${rule}" applies until ${expires}, more than five years from now.`;
        const hint = 'Choose an earlier day under "expires", or change the rule with a "when".';
        return [new _errors_js__WEBPACK_IMPORTED_MODULE_0__/* .UserError */ .yo('EXEMPTION_FAR', message, { hint, place })];
    }
    if (days >= 0 && !(0,_exemptions_js__WEBPACK_IMPORTED_MODULE_12__/* .endsSoon */ .C_)(days))
        return [];
    const hint = `Remove it once its mailboxes comply, or ask ${(0,_text_display_js__WEBPACK_IMPORTED_MODULE_13__/* .shownText */ .f$)(owner)} for a later day under "expires".`;
    if (days < 0) {
        const message = `The exemption from "${rule}" expired after ${expires} and no longer applies.`;
        return [new _errors_js__WEBPACK_IMPORTED_MODULE_0__/* .UserError */ .yo('EXEMPTION_EXPIRED', message, { hint, place })];
    }
    const remaining = days === 0 ? 'today' : days === 1 ? 'tomorrow' : `in ${days} days`;
    return [
        new _errors_js__WEBPACK_IMPORTED_MODULE_0__/* .UserError */ .yo('EXEMPTION_ENDS', `The exemption from "${rule}" ends ${remaining}, on ${expires}.`, { hint, place }),
    ];
}
/** A pattern of nothing but wildcards names every row of a table. */
function broadItems({ rule, items = [] }) {
    return items.flatMap(({ pattern, place }) => {
        if (/[^*?;\s]/.test(pattern))
            return [];
        const message = `The exemption from "${rule}" applies to every row: ${(0,_text_display_js__WEBPACK_IMPORTED_MODULE_13__/* .shownText */ .f$)(pattern)}.`;
        return [
            new _errors_js__WEBPACK_IMPORTED_MODULE_0__/* .UserError */ .yo('EXEMPTION_BROAD', message, { hint: 'Name the rows that are meant, or remove the rule.', place }),
        ];
    });
}
/** Without a letter or a digit before a top-level domain, a pattern matches every address of any organization there. */
function broadWarnings({ rule, mailboxes }) {
    return mailboxes.flatMap(({ pattern, place }) => {
        if (!(0,_exemptions_js__WEBPACK_IMPORTED_MODULE_12__/* .isPattern */ .Pt)(pattern) || /[\p{L}\p{N}]/u.test(pattern.replace(/\.[\p{L}\p{N}-]+$/u, '')))
            return [];
        const message = `The exemption from "${rule}" applies to every mailbox: ${(0,_text_display_js__WEBPACK_IMPORTED_MODULE_13__/* .shownText */ .f$)(pattern)}.`;
        const hint = 'Name the mailboxes or a domain, such as *@partners.contoso.com, or remove the rule.';
        return [new _errors_js__WEBPACK_IMPORTED_MODULE_0__/* .UserError */ .yo('EXEMPTION_BROAD', message, { hint, place })];
    });
}
function unmatchedWarnings({ rule, mailboxes }, addresses) {
    return mailboxes.flatMap(({ pattern, place }) => {
        if (addresses === undefined || isMatched(pattern, addresses))
            return [];
        const hint = `The exemption from "${rule}" has no effect for it: correct the address, or remove it. IDs and further addresses are not looked up here.`;
        return [
            new _errors_js__WEBPACK_IMPORTED_MODULE_0__/* .UserError */ .yo('EXEMPTION_UNUSED', `No mailbox of the list matches ${(0,_text_display_js__WEBPACK_IMPORTED_MODULE_13__/* .shownText */ .f$)(pattern)}.`, { hint, place }),
        ];
    });
}
function isMatched(pattern, addresses) {
    return (0,_exemptions_js__WEBPACK_IMPORTED_MODULE_12__/* .isPattern */ .Pt)(pattern) ? [...addresses].some((0,_exemptions_js__WEBPACK_IMPORTED_MODULE_12__/* .wildcard */ .XQ)(pattern)) : addresses.has(pattern.toLowerCase());
}


/***/ })

};
