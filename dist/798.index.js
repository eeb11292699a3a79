export const id = 798;
export const ids = [798];
export const modules = {

/***/ 63647:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   _k: () => (/* binding */ outsideAddresses),
/* harmony export */   mr: () => (/* binding */ unresolvedRecipients),
/* harmony export */   sO: () => (/* binding */ addressesOf),
/* harmony export */   tI: () => (/* binding */ hasUnaddressed)
/* harmony export */ });
/* harmony import */ var _json_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(8301);
/* harmony import */ var _mailboxes_address_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(16592);


/** Represents a recipient without an address and a name. */
const UNNAMED = 'unnamed';
/** The name of an object in the directory of Exchange. The local part of an SMTP address may look the same. */
const X500 = /^(?:\w+:)?\/[a-z]+=/i;
/**
 * The addresses of Graph's recipients, `[{emailAddress: {name, address}}]`, in order. A recipient without an address is
 * represented by its name. An `emailAddress` and a string are accepted as recipients, and one recipient as an array of one.
 * https://learn.microsoft.com/graph/api/resources/recipient
 */
function addressesOf(recipients) {
    return asArray(recipients).map((recipient) => targetOf(recipient).shown);
}
/** Whether a recipient has no address. */
function hasUnaddressed(recipients) {
    return asArray(recipients).some((recipient) => targetOf(recipient).address === undefined);
}
/**
 * The SMTP addresses that are not known to be inside, each once. Without `inside` all are included: a false report does
 * less harm than a missing one.
 */
function outsideAddresses(recipients, inside) {
    return shownOnce(recipients, (address) => isSmtpAddress(address, inside) && inside?.hasAddress(address) !== true);
}
/** The recipients without an SMTP address, each once: names, also those that look like an address, and X.500 addresses. */
function unresolvedRecipients(recipients, inside) {
    return shownOnce(recipients, (address) => !isSmtpAddress(address, inside));
}
function shownOnce(recipients, isWanted) {
    const found = new Map();
    for (const { shown, address = '' } of asArray(recipients).map(targetOf)) {
        const key = shown.toLowerCase();
        if (isWanted(address) && !found.has(key))
            found.set(key, shown);
    }
    return [...found.values()];
}
/** `/o=x/cn=eve@evil.com` may be either; it counts as an X.500 address only if the domain is inside. */
function isSmtpAddress(address, inside) {
    const domain = (0,_mailboxes_address_js__WEBPACK_IMPORTED_MODULE_0__/* .domainOf */ .Ow)(address);
    return domain !== undefined && !(X500.test(address) && inside?.has(domain) === true);
}
function asArray(recipients) {
    const all = Array.isArray(recipients) ? recipients : [recipients];
    return all.filter((recipient) => recipient !== null && recipient !== undefined);
}
/** The text that represents a recipient, and its address if it has one. */
function targetOf(recipient) {
    if (typeof recipient === 'string') {
        const address = withoutPrefix(recipient);
        return { shown: address ?? UNNAMED, address };
    }
    if (!(0,_json_js__WEBPACK_IMPORTED_MODULE_1__/* .isRecord */ .u4)(recipient))
        return { shown: UNNAMED, address: undefined };
    const { address: written, name } = (0,_json_js__WEBPACK_IMPORTED_MODULE_1__/* .isRecord */ .u4)(recipient.emailAddress) ? recipient.emailAddress : recipient;
    const address = withoutPrefix(written);
    return { shown: address ?? withoutPrefix(name) ?? UNNAMED, address };
}
/** Exchange sometimes adds the type of an address, as in `SMTP:megan@contoso.com`. */
function withoutPrefix(text) {
    return typeof text === 'string' ? text.trim().replace(/^smtp:\s*/i, '') || undefined : undefined;
}


/***/ }),

/***/ 53894:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   Gd: () => (/* binding */ itemPositions),
/* harmony export */   P1: () => (/* binding */ itemColumns),
/* harmony export */   iU: () => (/* binding */ hasUnknownItem),
/* harmony export */   lM: () => (/* binding */ rowIdentity),
/* harmony export */   rv: () => (/* binding */ itemText)
/* harmony export */ });
/* harmony import */ var node_crypto__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(77598);
/* harmony import */ var node_crypto__WEBPACK_IMPORTED_MODULE_0___default = /*#__PURE__*/__webpack_require__.n(node_crypto__WEBPACK_IMPORTED_MODULE_0__);
/* harmony import */ var _json_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(8301);
/* harmony import */ var _text_display_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(24745);
/* harmony import */ var _definition_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(54530);
/* harmony import */ var _expressions_recipients_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(63647);





/** The columns whose cells name a row; the first one if the report declares none. Empty with one row a mailbox. */
function itemColumns({ rows, item, columns }) {
    return rows === undefined ? [] : (item ?? Object.keys(columns).slice(0, 1));
}
/** The positions of the columns; undefined if one is not among them. */
function itemPositions(item, columns) {
    const positions = item.map((part) => [part].flat().map((name) => columns.indexOf(name)));
    return positions.flat().includes(-1) ? undefined : positions;
}
/** The text that names a row. */
function itemText(positions, { cells, incomplete }) {
    const textAt = (at) => cells[at] === _definition_js__WEBPACK_IMPORTED_MODULE_1__/* .UNKNOWN */ .HV && incomplete?.has(at) === true ? '' : (0,_text_display_js__WEBPACK_IMPORTED_MODULE_3__/* .cellText */ .Ie)(cells[at]);
    const texts = positions.map((part) => part.map(textAt).find((text) => text !== '') ?? '');
    return texts.join('; ');
}
/** Whether it is not known what names a row. */
function hasUnknownItem(positions, { cells, incomplete }) {
    if (incomplete === undefined)
        return false;
    return positions.some((part) => {
        const shown = part.find((at) => cells[at] !== _definition_js__WEBPACK_IMPORTED_MODULE_1__/* .UNKNOWN */ .HV && (0,_text_display_js__WEBPACK_IMPORTED_MODULE_3__/* .cellText */ .Ie)(cells[at]) !== '');
        return shown === undefined ? part.some((at) => incomplete.has(at)) : incomplete.has(shown);
    });
}
/** How the rows of a report are identified. Throws if the report's `item` or `row` names no column. */
function rowIdentity(report) {
    const { row, compare } = report;
    const columns = Object.keys(report.columns);
    const item = itemColumns(report);
    const positions = itemPositions(item, columns);
    if (positions === undefined)
        throw new Error(`the report ${report.name} has no column ${item.flat().join(', ')}`);
    if (item.length === 0)
        return { itemOf: () => '', digestOf: () => '' };
    const ignored = new Set(compare?.ignore);
    const defining = (row ?? columns.filter((name) => !ignored.has(name))).map((name) => ({
        ...{ name, at: columns.indexOf(name), schema: (0,_definition_js__WEBPACK_IMPORTED_MODULE_1__/* .columnType */ .DW)(report, name) ?? {} },
    }));
    return {
        itemOf: (found) => itemText(positions, found),
        digestOf: ({ cells, incomplete }, column) => {
            // Of a report file, the violating cell is compared by its own.
            const others = row === undefined ? defining.filter(({ name }) => name !== column) : defining;
            if (others.length === 0)
                return '';
            const members = others.map(({ name, at, schema }) => {
                const cell = canonical(cells[at] ?? null, schema);
                // An unknown cell is not a blank one.
                return [name, incomplete?.has(at) === true ? { unknown: cell } : cell];
            });
            const text = JSON.stringify(canonicalMembers(members));
            return (0,node_crypto__WEBPACK_IMPORTED_MODULE_0__.createHash)('sha256').update(text).digest('hex').slice(0, 32);
        },
    };
}
/** SMTP, or X.500: `/o=ExchangeLabs/cn=megan`. */
const ADDRESS = /^(?:[^\s@]+@[^\s@]+|(?:\w+:)?\/[a-z]+=.*)$/i;
/**
 * A value so that equal ones have equal JSON: keys sorted, blank and empty members left out, addresses and values of an
 * enumeration in lower case, and a recipient as its address, or its name without one.
 */
function canonical(value, schema) {
    if (typeof value === 'string') {
        return Array.isArray(schema.enum) || ADDRESS.test(value) ? value.toLowerCase() : value;
    }
    if (Array.isArray(value)) {
        const ofElement = (0,_json_js__WEBPACK_IMPORTED_MODULE_4__/* .property */ .MZ)(schema, 'items');
        const elements = value.map((element) => canonical(element, (0,_json_js__WEBPACK_IMPORTED_MODULE_4__/* .isObject */ .Gv)(ofElement) ? ofElement : {}));
        return elements.filter((element) => !isEmpty(element));
    }
    if (!(0,_json_js__WEBPACK_IMPORTED_MODULE_4__/* .isObject */ .Gv)(value))
        return value;
    if (isRecipient(value))
        return canonical((0,_expressions_recipients_js__WEBPACK_IMPORTED_MODULE_2__/* .addressesOf */ .sO)(value)[0] ?? null, {});
    const schemas = (0,_json_js__WEBPACK_IMPORTED_MODULE_4__/* .property */ .MZ)(schema, 'properties');
    return canonicalMembers(Object.entries(value)
        .filter(([name]) => !name.startsWith('@odata.'))
        .map(([name, member]) => {
        const ofMember = (0,_json_js__WEBPACK_IMPORTED_MODULE_4__/* .property */ .MZ)(schemas, name);
        return [name, canonical(member, (0,_json_js__WEBPACK_IMPORTED_MODULE_4__/* .isObject */ .Gv)(ofMember) ? ofMember : {})];
    }));
}
function canonicalMembers(members) {
    const given = members.filter(([, member]) => !isEmpty(member));
    return Object.fromEntries(given.sort(([one], [other]) => (one < other ? -1 : 1)));
}
function isEmpty(value) {
    return value === null || value === '' || (typeof value === 'object' && Object.keys(value).length === 0);
}
/** https://learn.microsoft.com/graph/api/resources/recipient and its emailAddress. */
function isRecipient(value) {
    return (0,_json_js__WEBPACK_IMPORTED_MODULE_4__/* .isObject */ .Gv)((0,_json_js__WEBPACK_IMPORTED_MODULE_4__/* .property */ .MZ)(value, 'emailAddress')) || typeof (0,_json_js__WEBPACK_IMPORTED_MODULE_4__/* .property */ .MZ)(value, 'address') === 'string';
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
        case 'items':
            return within(value, (words) => `only ${words}`);
        case 'contains':
            return within(value, (words) => `${words} among others`);
        default:
            if (typeof value === 'number')
                return BOUNDS.get(keyword)?.(value);
            return typeof value === 'string' ? OF_TEXT.get(keyword)?.(value) : undefined;
    }
}
const OF_TEXT = new Map([
    ['pattern', (pattern) => `text that matches /${pattern}/`],
    ['format', (format) => `text in the format ${format}`],
    ['formatMinimum', (limit) => `at or after ${limit}`],
    ['formatMaximum', (limit) => `at or before ${limit}`],
    ['formatExclusiveMinimum', (limit) => `after ${limit}`],
    ['formatExclusiveMaximum', (limit) => `before ${limit}`],
]);
const BOUNDS = new Map([
    ['minimum', (bound) => `at least ${bound}`],
    ['maximum', (bound) => `at most ${bound}`],
    ['exclusiveMinimum', (bound) => `more than ${bound}`],
    ['exclusiveMaximum', (bound) => `less than ${bound}`],
    ['multipleOf', (bound) => `a multiple of ${bound}`],
    ['minLength', (bound) => `at least ${(0,_text_numbers_js__WEBPACK_IMPORTED_MODULE_3__/* .counted */ .hS)(bound, 'character', 'characters')}`],
    ['maxLength', (bound) => `at most ${(0,_text_numbers_js__WEBPACK_IMPORTED_MODULE_3__/* .counted */ .hS)(bound, 'character', 'characters')}`],
    ['minItems', (bound) => `at least ${(0,_text_numbers_js__WEBPACK_IMPORTED_MODULE_3__/* .counted */ .hS)(bound, 'entry', 'entries')}`],
    ['maxItems', (bound) => (bound === 0 ? 'no entry' : `at most ${(0,_text_numbers_js__WEBPACK_IMPORTED_MODULE_3__/* .counted */ .hS)(bound, 'entry', 'entries')}`)],
]);
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
    return Array.isArray(schemas) ? joined(schemas.map((schema) => within(schema, (words) => words))) : undefined;
}
function typePhrase(type) {
    return joined((Array.isArray(type) ? type : [type]).map((name) => TYPES.get(name)));
}
/** Undefined if there is no phrase, or no words for one of them. */
function joined(phrases) {
    return phrases.length === 0 || phrases.includes(undefined) ? undefined : phrases.join(' or ');
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


/***/ }),

/***/ 9131:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   $h: () => (/* binding */ keywordSynonym),
/* harmony export */   BC: () => (/* binding */ ANNOTATIONS),
/* harmony export */   TY: () => (/* binding */ mapSubschemas),
/* harmony export */   Tp: () => (/* binding */ typeThatRefusesBlank),
/* harmony export */   Vp: () => (/* binding */ typeOfKeyword),
/* harmony export */   d6: () => (/* binding */ KEYWORDS),
/* harmony export */   j: () => (/* binding */ unsupportedKeyword)
/* harmony export */ });
/* harmony import */ var _json_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(8301);

/** Keywords whose value is a schema. https://json-schema.org/draft/2020-12/json-schema-core#section-10 */
const SCHEMA_KEYWORDS = new Set([
    ...['not', 'if', 'then', 'else', 'items', 'contains', 'additionalProperties', 'propertyNames'],
    ...['unevaluatedItems', 'unevaluatedProperties', 'contentSchema'],
]);
/** Keywords whose value is a list of schemas. */
const SCHEMA_LIST_KEYWORDS = new Set(['allOf', 'anyOf', 'oneOf', 'prefixItems']);
/** Keywords whose value maps names to schemas. */
const SCHEMA_MAP_KEYWORDS = new Set(['properties', 'patternProperties', 'dependentSchemas']);
/** The keywords that are about values of one JSON type. Values of other types meet them. */
const KEYWORDS_OF_TYPES = [
    ['string', ['pattern', 'format', 'minLength', 'maxLength']],
    ['string', ['formatMinimum', 'formatMaximum', 'formatExclusiveMinimum', 'formatExclusiveMaximum']],
    ['number', ['multipleOf', 'minimum', 'maximum', 'exclusiveMinimum', 'exclusiveMaximum']],
    ['array', ['items', 'prefixItems', 'contains', 'minItems', 'maxItems', 'minContains', 'maxContains']],
    ['array', ['uniqueItems', 'unevaluatedItems']],
    ['object', ['properties', 'patternProperties', 'additionalProperties', 'unevaluatedProperties', 'propertyNames']],
    ['object', ['minProperties', 'maxProperties', 'required', 'dependentRequired', 'dependentSchemas']],
];
const TYPES_OF_KEYWORDS = new Map(KEYWORDS_OF_TYPES.flatMap(([type, keywords]) => keywords.map((keyword) => [keyword, type])));
/** The JSON type that a keyword is about; undefined if it is about values of any type. */
function typeOfKeyword(keyword) {
    return TYPES_OF_KEYWORDS.get(keyword);
}
/** Keywords that check nothing. */
const ANNOTATIONS = new Set([
    ...['title', 'description', '$comment', 'default', 'examples', 'deprecated', 'readOnly', 'writeOnly'],
    ...['contentEncoding', 'contentMediaType', 'contentSchema'],
]);
/** The keywords of draft 2020-12 except references, and the limits of dates that ajv-formats adds. */
const KEYWORDS = [
    ...['type', 'const', 'enum', 'not', 'if', 'then', 'else', 'allOf', 'anyOf', 'oneOf'],
    ...TYPES_OF_KEYWORDS.keys(),
    ...ANNOTATIONS,
];
const NO_REFERENCES = 'References are not supported. Write the schema out.';
const ONE_DRAFT = 'Remove it: schemas are of draft 2020-12.';
const UNSUPPORTED = {
    $ref: NO_REFERENCES,
    $dynamicRef: NO_REFERENCES,
    $id: NO_REFERENCES,
    id: NO_REFERENCES,
    $anchor: NO_REFERENCES,
    $dynamicAnchor: NO_REFERENCES,
    $defs: NO_REFERENCES,
    definitions: NO_REFERENCES,
    $schema: ONE_DRAFT,
    $vocabulary: ONE_DRAFT,
    dependencies: 'Use dependentRequired or dependentSchemas.',
    additionalItems: 'Use prefixItems and items.',
    nullable: 'Add "null" to the list under "type".',
};
/** Words of other languages for keywords. */
const SYNONYMS = {
    equals: 'const',
    equal: 'const',
    eq: 'const',
    is: 'const',
    value: 'const',
    in: 'enum',
    values: 'enum',
    regex: 'pattern',
    regexp: 'pattern',
    match: 'pattern',
    matches: 'pattern',
    min: 'minimum',
    max: 'maximum',
};
/** What to do about a keyword of JSON Schema that is not supported. */
function unsupportedKeyword(keyword) {
    return Object.hasOwn(UNSUPPORTED, keyword) ? UNSUPPORTED[keyword] : undefined;
}
/** The keyword for a word of another language. */
function keywordSynonym(word) {
    const folded = word.toLowerCase();
    return Object.hasOwn(SYNONYMS, folded) ? SYNONYMS[folded] : undefined;
}
/**
 * A schema with each schema directly inside it replaced.
 *
 * @param replace is given the keyword, and the position or name if the keyword has several schemas
 */
function mapSubschemas(schema, replace) {
    const mapped = Object.entries(schema).map(([keyword, value]) => {
        if (SCHEMA_KEYWORDS.has(keyword))
            return [keyword, replace(value, keyword)];
        if (SCHEMA_LIST_KEYWORDS.has(keyword) && Array.isArray(value)) {
            return [keyword, value.map((inside, at) => replace(inside, keyword, at))];
        }
        if (!SCHEMA_MAP_KEYWORDS.has(keyword) || !(0,_json_js__WEBPACK_IMPORTED_MODULE_0__/* .isObject */ .Gv)(value))
            return [keyword, value];
        const members = Object.entries(value).map(([name, inside]) => [
            name,
            replace(inside, keyword, name),
        ]);
        return [keyword, Object.fromEntries(members)];
    });
    return Object.fromEntries(mapped);
}
/**
 * The JSON type under a schema's `not` if blank cells violate the schema by it alone: a blank cell meets the negated
 * keywords, and `type` does not say whether blank is allowed. Undefined for any other schema.
 */
function typeThatRefusesBlank(schema) {
    if (!(0,_json_js__WEBPACK_IMPORTED_MODULE_0__/* .isObject */ .Gv)(schema) || Object.hasOwn(schema, 'type') || !(0,_json_js__WEBPACK_IMPORTED_MODULE_0__/* .isObject */ .Gv)(schema.not))
        return undefined;
    const keywords = Object.keys(schema.not).filter((keyword) => !ANNOTATIONS.has(keyword));
    const types = keywords.map(typeOfKeyword);
    return types.includes(undefined) ? undefined : types[0];
}


/***/ })

};
