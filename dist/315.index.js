export const id = 315;
export const ids = [315];
export const modules = {

/***/ 23461:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   E: () => (/* binding */ violationIdentity),
/* harmony export */   q: () => (/* binding */ BaselineIndex)
/* harmony export */ });
/* harmony import */ var _baseline_entry_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(97804);

/** The identity of a violation as the baseline compares it. */
function violationIdentity(rule, address, { item, column, found }) {
    return { rule, address, item: (0,_baseline_entry_js__WEBPACK_IMPORTED_MODULE_0__/* .canonicalText */ .A4)(item), column, found: (0,_baseline_entry_js__WEBPACK_IMPORTED_MODULE_0__/* .canonicalText */ .A4)(found) };
}
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
            const tracked = { entry, found: false, settled: false };
            this.#entries.set((0,_baseline_entry_js__WEBPACK_IMPORTED_MODULE_0__/* .baselineKey */ .x2)(entry), tracked);
            const pair = pairKey(entry.rule, entry.address);
            const ofPair = this.#byPair.get(pair) ?? [];
            ofPair.push(tracked);
            this.#byPair.set(pair, ofPair);
        }
    }
    /** The entry of a violation, which still occurs; undefined if the baseline has none. */
    find(violation) {
        const tracked = this.#entries.get((0,_baseline_entry_js__WEBPACK_IMPORTED_MODULE_0__/* .baselineKey */ .x2)(violation));
        if (tracked !== undefined)
            tracked.found = true;
        return tracked?.entry;
    }
    /** Records that `find` was called for all violations of a rule by a mailbox, and that the mailbox was read completely. */
    settle(rule, address) {
        for (const tracked of this.#byPair.get(pairKey(rule, address)) ?? [])
            tracked.settled = true;
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
function isStale({ found, settled }) {
    return settled && !found;
}
function pairKey(rule, address) {
    return `${rule}\0${address.toLowerCase()}`;
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
