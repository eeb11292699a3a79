export const id = 565;
export const ids = [565];
export const modules = {

/***/ 59682:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   Ae: () => (/* binding */ anyText),
/* harmony export */   Im: () => (/* binding */ truth),
/* harmony export */   NU: () => (/* binding */ later),
/* harmony export */   Qq: () => (/* binding */ text),
/* harmony export */   Yq: () => (/* binding */ choice),
/* harmony export */   g1: () => (/* binding */ record),
/* harmony export */   h9: () => (/* binding */ oneOrMore),
/* harmony export */   n8: () => (/* binding */ line),
/* harmony export */   p_: () => (/* binding */ list)
/* harmony export */ });
/* unused harmony export YamlRecord */
/* harmony import */ var yaml__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(38815);
/* harmony import */ var _text_did_you_mean_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(63180);
/* harmony import */ var _text_display_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(24745);
/* harmony import */ var _text_numbers_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(92613);




/** A mapping with known keys. */
class YamlRecord {
    value;
    #keys;
    constructor(value, keys) {
        this.value = value;
        this.#keys = keys;
    }
    /** Reads the value of a key; undefined also if the key is missing. Call it once for each key, as it adds problems. */
    get(name) {
        const value = this.valueOf(name);
        return value && this.#keys[name].is.read(value);
    }
    valueOf(name) {
        return this.value.entry(name)?.value;
    }
    /** The offset of a key; that of the mapping if the key is missing. */
    keyOffset(name) {
        return this.value.entry(name)?.keyOffset ?? this.value.offset;
    }
}
/** A mapping with these keys. Each unknown key and each missing required key is a problem; `get` reads their values. */
function record(keys, explain = () => undefined) {
    const definitions = Object.entries(keys);
    const required = definitions.filter(([, key]) => key.required).map(([name]) => name);
    const names = [...new Set([...required, ...Object.keys(keys)])];
    const properties = Object.fromEntries(definitions.map(([name, key]) => [name, keySchema(key)]));
    return {
        schema: defined({
            type: 'object',
            additionalProperties: false,
            required: required.length === 0 ? undefined : required,
            properties,
        }),
        read: (value) => {
            const entries = value.entries();
            if (entries === undefined)
                return undefined;
            const presentKeys = new Set(entries.map(({ key }) => key));
            const where = value.name === '' ? 'here' : `in "${value.name}"`;
            for (const entry of entries) {
                const { key, keyOffset } = entry;
                const explained = explain(entry);
                if (explained !== undefined)
                    value.report(explained.message, explained.hint, keyOffset);
                if (explained !== undefined || names.includes(key))
                    continue;
                const meant = (0,_text_did_you_mean_js__WEBPACK_IMPORTED_MODULE_1__/* .didYouMean */ .au)(key, names);
                // The key that was probably meant is not missing as well.
                if (meant !== undefined)
                    presentKeys.add(meant);
                const hint = `${(0,_text_did_you_mean_js__WEBPACK_IMPORTED_MODULE_1__/* .suggestion */ .h)(key, names)}The keys ${where} are: ${names.join(', ')}.`;
                value.report(`${(0,_text_display_js__WEBPACK_IMPORTED_MODULE_2__/* .shownText */ .f$)(key)} is not one of the keys ${where}.`, hint, keyOffset);
            }
            for (const key of required)
                if (!presentKeys.has(key))
                    value.report(`${(0,_text_display_js__WEBPACK_IMPORTED_MODULE_2__/* .shownText */ .f$)(value.nameOf(key))} is missing.`, `Add "${key}: ...".`);
            return new YamlRecord(value, keys);
        },
    };
}
function keySchema({ is, description, examples, default: defaultValue }) {
    return defined({ description, ...is.schema, default: defaultValue, examples: examples && [...examples] });
}
/** The members that have a value. */
function defined(members) {
    const entries = Object.entries(members).flatMap(([name, value]) => value === undefined ? [] : [[name, value]]);
    return Object.fromEntries(entries);
}
/** A value that is read later, since that needs the values of other keys. */
function later(schema) {
    return { schema, read: (value) => value };
}
/** A text that is not blank and meets the rules. */
function text({ pattern, maxLength, among, except, accepts, hint }) {
    return {
        schema: defined({
            type: 'string',
            enum: among && [...among],
            maxLength,
            pattern: pattern?.source,
            not: except && { enum: [...except] },
        }),
        read: (value) => {
            const content = value.text();
            if (content === undefined)
                return undefined;
            const isShort = content.length <= (maxLength ?? Infinity);
            const isFree = except?.includes(content) !== true;
            if (![isShort, isFree, among?.includes(content), pattern?.test(content), accepts?.(content)].includes(false))
                return content;
            return value.reject(`cannot be ${(0,_text_display_js__WEBPACK_IMPORTED_MODULE_2__/* .shownText */ .f$)(content)}.`, hint(content));
        },
    };
}
/** Any text that is not blank. */
const anyText = { schema: { type: 'string', pattern: '\\S' }, read: (value) => value.text() };
/** A text of one line, which is trimmed. */
function line(maxLength) {
    return {
        schema: { type: 'string', maxLength, pattern: ONE_LINE.source },
        read: (value) => {
            const text = value.text()?.trim();
            if (text === undefined)
                return undefined;
            if (text.length > maxLength) {
                const hint = 'Shorten it. A rule can link to a page under "help".';
                return value.reject(`is longer than ${maxLength} characters.`, hint);
            }
            if (ONE_LINE.test(text))
                return text;
            const hint = 'Write it on one line without invisible characters. ">-" joins lines.';
            return value.reject('has a line break or an invisible character.', hint);
        },
    };
}
/** White space may be around it: a folded text of YAML ends with a line break. */
const ONE_LINE = /^\s*(?=\S)[^\p{Cc}\p{Cs}\p{Zl}\p{Zp}\u200b-\u200f\u202a-\u202e\u2060-\u2069\ufeff]+\s*$/u;
/** One of several words. */
function choice(...choices) {
    return { schema: { enum: [...choices] }, read: (value) => oneOf(choices, value) };
}
/** True or false, with or without quotes. */
const truth = {
    schema: { enum: [true, false, 'true', 'false'] },
    read: (value) => {
        const word = oneOf(['true', 'false'], value);
        return word === undefined ? undefined : word === 'true';
    },
};
function oneOf(choices, value) {
    const text = value.scalarText();
    const match = choices.find((word) => word === text);
    if (text === undefined || match !== undefined)
        return match;
    const hint = `${(0,_text_did_you_mean_js__WEBPACK_IMPORTED_MODULE_1__/* .suggestion */ .h)(text, choices)}Use ${choices.map((word) => `"${word}"`).join(' or ')}.`;
    return value.reject(`cannot be ${(0,_text_display_js__WEBPACK_IMPORTED_MODULE_2__/* .shownText */ .f$)(text)}.`, hint);
}
/** A list. Items with problems are left out. */
function list(item, { noun, minItems, maxItems, hint }) {
    return {
        schema: defined({ type: 'array', minItems, maxItems, items: item.schema }),
        read: (value) => {
            const items = value.items();
            if (items === undefined)
                return undefined;
            if (items.length < (minItems ?? 0))
                return value.reject(`has no ${noun}.`, hint);
            if (items.length > (maxItems ?? Infinity)) {
                value.report(`There are more than ${maxItems} ${(0,_text_numbers_js__WEBPACK_IMPORTED_MODULE_3__/* .pluralOf */ ._l)(noun)}.`, hint);
            }
            return items.slice(0, maxItems).flatMap((one) => item.read(one) ?? []);
        },
    };
}
/** One value, or a list of them. */
function oneOrMore(item, rules) {
    const many = list(item, { ...rules, minItems: 1 });
    return {
        schema: { anyOf: [item.schema, many.schema] },
        read: (value) => {
            if ((0,yaml__WEBPACK_IMPORTED_MODULE_0__/* .isSeq */ .oP)(value.node))
                return many.read(value);
            const one = item.read(value);
            return one === undefined ? undefined : [one];
        },
    };
}


/***/ }),

/***/ 48712:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   IK: () => (/* binding */ offsetInText),
/* harmony export */   Pu: () => (/* binding */ keyText),
/* harmony export */   rI: () => (/* binding */ YamlValue)
/* harmony export */ });
/* harmony import */ var yaml__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(38815);
/* harmony import */ var _text_display_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(24745);
var _a;


/** A value in a YAML file, with its place. What reads it adds a problem and returns undefined if it is of another kind. */
class YamlValue {
    node;
    /** In the file, in UTF-16 code units. */
    offset;
    /** Its name in messages, such as `request.path`; '' for the whole file. */
    name;
    /** Those of the file. */
    problems;
    constructor(node, offset, name, problems) {
        this.node = node;
        this.offset = offset;
        this.name = name;
        this.problems = problems;
    }
    /** Adds a problem of this value: a sentence that follows its name. */
    reject(sentence, hint) {
        return this.report(`${this.name === '' ? 'The file' : (0,_text_display_js__WEBPACK_IMPORTED_MODULE_1__/* .shownText */ .f$)(this.name)} ${sentence}`, hint);
    }
    /** Adds a problem at this value, or at another offset. */
    report(message, hint, offset = this.offset) {
        this.problems.add(offset, message, hint);
        return undefined;
    }
    /** Whether a key has no value. */
    get isBlank() {
        return this.node === null || ((0,yaml__WEBPACK_IMPORTED_MODULE_0__/* .isScalar */ .jn)(this.node) && this.node.value === null);
    }
    /** The entries of a mapping in the file's order, each key once. */
    entries() {
        if (!(0,yaml__WEBPACK_IMPORTED_MODULE_0__/* .isMap */ .jh)(this.node))
            return this.#rejectKind('a mapping, "key: value" on each line');
        const entries = new Map();
        for (const pair of this.node.items) {
            const key = keyText(pair.key);
            if (key === undefined) {
                this.report('A key is missing or is not a text.', 'Write each entry as "key: value".', pair.key.range[0]);
            }
            else if (!entries.has(key))
                entries.set(key, this.#entry(key, pair));
        }
        return [...entries.values()];
    }
    /** The entry of a mapping that has a key; undefined if there is none. */
    entry(key) {
        if (!(0,yaml__WEBPACK_IMPORTED_MODULE_0__/* .isMap */ .jh)(this.node))
            return undefined;
        const pair = this.node.items.find((item) => keyText(item.key) === key);
        return pair && this.#entry(key, pair);
    }
    /** The items of a list. */
    items() {
        if (!(0,yaml__WEBPACK_IMPORTED_MODULE_0__/* .isSeq */ .oP)(this.node))
            return this.#rejectKind('a list, "- item" on each line');
        return this.node.items.map((node, index) => this.#item(node, index));
    }
    /** The value under a key or at a position; undefined if there is none. */
    inside(step) {
        const node = (0,yaml__WEBPACK_IMPORTED_MODULE_0__/* .isSeq */ .oP)(this.node) ? this.node.items[Number(step)] : undefined;
        return node === undefined ? this.entry(String(step))?.value : this.#item(node, Number(step));
    }
    /** A text that is not blank. */
    text() {
        const scalar = (0,yaml__WEBPACK_IMPORTED_MODULE_0__/* .isScalar */ .jn)(this.node) ? this.node.value : undefined;
        return typeof scalar === 'string' && scalar.trim() !== '' ? scalar : this.#rejectKind('text');
    }
    /** A text, number or boolean, as written. */
    scalarText() {
        const { node } = this;
        return (0,yaml__WEBPACK_IMPORTED_MODULE_0__/* .isScalar */ .jn)(node) && typeof node.value !== 'string' && node.value !== null ? node.source : this.text();
    }
    /** The name of the value under a key. */
    nameOf(key) {
        return this.name === '' ? key : `${this.name}.${key}`;
    }
    #entry(key, { key: keyNode, value: node }) {
        const [keyOffset, keyEnd] = keyNode.range;
        return { key, keyOffset, value: new _a(node, node?.range[0] ?? keyEnd, this.nameOf(key), this.problems) };
    }
    #item(node, index) {
        return new _a(node, node.range[0], `${this.name}[${index}]`, this.problems);
    }
    #rejectKind(kindNames) {
        const [kind, hint] = kindOf(this.node);
        return kind === undefined
            ? this.reject('has no value.', `It must be ${kindNames}.`)
            : this.reject(`must be ${kindNames}, not ${kind}.`, hint);
    }
}
_a = YamlValue;
/** The text of a key: any scalar but null, as it was written. */
function keyText(key) {
    if (!(0,yaml__WEBPACK_IMPORTED_MODULE_0__/* .isScalar */ .jn)(key) || key.value === null)
        return undefined;
    return typeof key.value === 'string' ? key.value : key.source;
}
/**
 * The offset of a character of a text in the file, in UTF-16 code units. Exact for plain and quoted texts of one line; for
 * other texts the start of the text.
 */
function offsetInText({ node, offset }, position) {
    if (!(0,yaml__WEBPACK_IMPORTED_MODULE_0__/* .isScalar */ .jn)(node) || typeof node.value !== 'string')
        return offset;
    const { value, type } = node;
    const writtenLength = node.range[1] - node.range[0];
    if (type === yaml__WEBPACK_IMPORTED_MODULE_0__/* .Scalar */ .X5.PLAIN)
        return writtenLength === value.length ? offset + position : offset;
    const quotes = type === yaml__WEBPACK_IMPORTED_MODULE_0__/* .Scalar */ .X5.QUOTE_SINGLE ? quotesIn(value) : 0;
    if ((type !== yaml__WEBPACK_IMPORTED_MODULE_0__/* .Scalar */ .X5.QUOTE_SINGLE && type !== yaml__WEBPACK_IMPORTED_MODULE_0__/* .Scalar */ .X5.QUOTE_DOUBLE) || writtenLength !== value.length + quotes + 2) {
        return offset;
    }
    return offset + 1 + position + (quotes === 0 ? 0 : quotesIn(value.slice(0, position)));
}
/** Inside single quotes, a single quote is written twice. */
function quotesIn(text) {
    return text.split("'").length - 1;
}
/** The kind of a value, undefined for none, and how to fix a value that has another kind by mistake. */
function kindOf(node) {
    if ((0,yaml__WEBPACK_IMPORTED_MODULE_0__/* .isMap */ .jh)(node))
        return ['a mapping', 'Put a text that begins with { or holds ": " into quotes.'];
    if ((0,yaml__WEBPACK_IMPORTED_MODULE_0__/* .isSeq */ .oP)(node))
        return ['a list', 'Put a text that begins with [ or "- " into quotes.'];
    const value = (0,yaml__WEBPACK_IMPORTED_MODULE_0__/* .isScalar */ .jn)(node) ? node.value : null;
    if (value === null || (typeof value === 'string' && value.trim() === ''))
        return [undefined, ''];
    if (typeof value === 'string')
        return ['text', 'Check its indentation.'];
    const quoted = (0,yaml__WEBPACK_IMPORTED_MODULE_0__/* .isScalar */ .jn)(node) ? `'${node.source}'` : 'quotes';
    return [typeof value === 'boolean' ? 'true or false' : 'a number', `Write it as ${quoted} if it is a text.`];
}


/***/ }),

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
/* harmony import */ var _reports_built_in_tables_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(66601);
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
