export const id = 384;
export const ids = [384];
export const modules = {

/***/ 28384:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   H: () => (/* binding */ columnDomain),
/* harmony export */   V: () => (/* binding */ columnSchemas)
/* harmony export */ });
/* harmony import */ var _text_display_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(24745);
/* harmony import */ var _text_did_you_mean_js__WEBPACK_IMPORTED_MODULE_5__ = __webpack_require__(63180);
/* harmony import */ var _definition_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(54530);
/* harmony import */ var _yaml_value_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(46202);
/* harmony import */ var _schema_check_schema_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(97563);
/* harmony import */ var _schema_column_domain_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(42190);






const ADDRESSES = { type: { type: 'string', minLength: 1 }, blank: false };
/**
 * Columns of a report, each with a schema of its cells. Added to the problems are columns that the report has not, and
 * schemas that no cell of the column can meet.
 *
 * @param about the rule's report, undefined where it is not known which: then any column will do; and all that are known
 */
function columnSchemas(value, { report, reports }, problems) {
    const found = (0,_yaml_value_js__WEBPACK_IMPORTED_MODULE_1__/* .mapping */ .pq)(value, problems);
    if (found === undefined)
        return undefined;
    if (found.entries.size === 0) {
        problems.add(value.offset, `${(0,_text_display_js__WEBPACK_IMPORTED_MODULE_4__/* .shownText */ .f$)(value.name)} names no column.`, 'Add one: "Column: { const: value }".');
    }
    const schemas = [];
    for (const entry of found.entries.values()) {
        const known = report === undefined || isColumn(entry, report, reports, problems);
        const domain = known && report !== undefined ? columnDomain(entry.key, report) : _schema_column_domain_js__WEBPACK_IMPORTED_MODULE_3__/* .ANY_VALUE */ .LG;
        const schema = (0,_schema_check_schema_js__WEBPACK_IMPORTED_MODULE_2__/* .cellSchema */ .g)(entry.value, problems, domain);
        if (schema !== undefined)
            schemas.push([entry.key, schema]);
    }
    return Object.fromEntries(schemas);
}
function isColumn({ key, keyOffset }, { name, columns }, reports, problems) {
    if (key === _definition_js__WEBPACK_IMPORTED_MODULE_0__/* .MAILBOX_COLUMN */ .aN || Object.hasOwn(columns, key))
        return true;
    const refused = refusal(key);
    if (refused !== undefined) {
        problems.add(keyOffset, `A condition cannot be about ${(0,_text_display_js__WEBPACK_IMPORTED_MODULE_4__/* .shownText */ .f$)(key)}.`, refused);
        return false;
    }
    const known = [_definition_js__WEBPACK_IMPORTED_MODULE_0__/* .MAILBOX_COLUMN */ .aN, ...Object.keys(columns)];
    const meant = (0,_text_did_you_mean_js__WEBPACK_IMPORTED_MODULE_5__/* .didYouMean */ .a)(key, known);
    const sameButCase = meant?.toLowerCase() === key.toLowerCase();
    problems.add(keyOffset, `The report ${name} has no column ${(0,_text_display_js__WEBPACK_IMPORTED_MODULE_4__/* .shownText */ .f$)(key)}.`, (meant === undefined
        ? elsewhere(key, reports)
        : sameButCase
            ? `Write "${meant}": case counts. `
            : `Did you mean "${meant}"? `) +
        `Its columns are: ${known.map((column) => (0,_text_display_js__WEBPACK_IMPORTED_MODULE_4__/* .shownText */ .f$)(column).slice(1, -1)).join(', ')}.`);
    return false;
}
/** A rule is about the rows of one report, whose columns alone it can name. */
function elsewhere(column, reports) {
    const names = reports.filter(({ columns }) => Object.hasOwn(columns, column)).map(({ name }) => name);
    return names.length === 0 ? '' : `It is a column of ${names.join(' and ')}: name that under "report". `;
}
function refusal(column) {
    const folded = column.toLowerCase();
    if (_definition_js__WEBPACK_IMPORTED_MODULE_0__/* .STATUS_COLUMNS */ .bq.some((name) => name.toLowerCase() === folded)) {
        return 'A mailbox that could not be read is inconclusive by itself; the input "max-unreadable" says how many may be.';
    }
    return _definition_js__WEBPACK_IMPORTED_MODULE_0__/* .VERDICT_COLUMNS */ .aZ.some((name) => name.toLowerCase() === folded) ? 'It is what the rules give.' : undefined;
}
/** The values that a column of a report can have. */
function columnDomain(column, { types = {}, columns }) {
    if (column === _definition_js__WEBPACK_IMPORTED_MODULE_0__/* .MAILBOX_COLUMN */ .aN && !Object.hasOwn(columns, column))
        return ADDRESSES;
    return { type: Object.hasOwn(types, column) ? types[column] : undefined, blank: true };
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

/***/ 97563:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  g: () => (/* binding */ cellSchema)
});

// EXTERNAL MODULE: ./node_modules/yaml/dist/index.js
var dist = __webpack_require__(38815);
// EXTERNAL MODULE: ./src/text/did-you-mean.ts
var did_you_mean = __webpack_require__(63180);
// EXTERNAL MODULE: ./src/text/display.ts
var display = __webpack_require__(24745);
// EXTERNAL MODULE: ./src/yaml/json.ts
var json = __webpack_require__(20213);
// EXTERNAL MODULE: ./src/schema/cell-schema.ts
var cell_schema = __webpack_require__(69507);
// EXTERNAL MODULE: ./src/json.ts
var src_json = __webpack_require__(8301);
// EXTERNAL MODULE: ./src/yaml/value.ts
var value = __webpack_require__(46202);
// EXTERNAL MODULE: ./src/schema/column-domain.ts
var column_domain = __webpack_require__(42190);
// EXTERNAL MODULE: ./src/schema/formats.ts
var formats = __webpack_require__(44603);
// EXTERNAL MODULE: ./src/schema/keywords.ts
var keywords = __webpack_require__(9131);
// EXTERNAL MODULE: ./src/schema/pattern.ts
var schema_pattern = __webpack_require__(26005);
// EXTERNAL MODULE: ./src/schema/relative-dates.ts
var relative_dates = __webpack_require__(64043);
;// CONCATENATED MODULE: ./src/schema/check-keywords.ts











/** The types of JSON Schema. */
const TYPES = ['null', 'boolean', 'object', 'array', 'number', 'integer', 'string'];
const MAX_PATTERN_LENGTH = 1000;
const FORMATS = Object.keys((0,formats/* linearFormats */.I)());
const DATE_FORMATS = ['date', 'time', 'date-time', 'iso-time', 'iso-date-time'];
const BOUNDS = [
    ['minimum', 'maximum'],
    ['minimum', 'exclusiveMaximum'],
    ['exclusiveMinimum', 'maximum'],
    ['exclusiveMinimum', 'exclusiveMaximum'],
    ['minLength', 'maxLength'],
    ['minItems', 'maxItems'],
    ['minContains', 'maxContains'],
    ['minProperties', 'maxProperties'],
];
/**
 * Checks the keywords of one schema, but not of those inside it. The schema need not be valid.
 *
 * @param value the outermost schema
 */
function checkKeywords(value, { schema, path, domain }, problems) {
    for (const [keyword, under] of Object.entries(schema)) {
        const inside = [...path, keyword];
        if (keywords/* KEYWORDS */.d6.includes(keyword))
            checkValue(under, { value, path: inside, schema, domain }, problems);
        else
            addUnknown(keyword, (0,json/* keyOffsetAt */.E0)(value, inside, problems), problems);
    }
    for (const [least, most] of BOUNDS) {
        const [low, high] = [(0,src_json/* property */.MZ)(schema, least), (0,src_json/* property */.MZ)(schema, most)];
        if (typeof low !== 'number' || typeof high !== 'number' || low < high)
            continue;
        if (low === high && !least.startsWith('ex') && !most.startsWith('ex'))
            continue;
        const { offset } = (0,json/* valueAt */.fK)(value, [...path, least], problems);
        problems.add(offset, `No value has ${least} ${low} and ${most} ${high}.`, 'Check whether the two are swapped.');
    }
}
function checkValue(under, { value, path, schema, domain }, problems) {
    const keyword = String(path.at(-1));
    const place = (0,json/* valueAt */.fK)(value, path, problems);
    if (keyword === 'pattern' && typeof under === 'string')
        checkPattern(under, place, problems);
    else if (keyword === 'format' && typeof under === 'string')
        checkFormat(under, place, problems);
    else if (keyword === 'type')
        checkType(under, path, domain, place, problems);
    else if ((0,relative_dates/* isDateLimit */.Gu)(keyword))
        checkDateLimit(under, schema, place, problems);
    else if (keyword === 'const')
        checkPossible(under, domain, place, problems);
    else if (keyword === 'enum' && Array.isArray(under)) {
        for (const [at, one] of under.entries())
            checkPossible(one, domain, (0,json/* valueAt */.fK)(value, [...path, at], problems), problems);
    }
    else if ((keyword === 'properties' || keyword === 'patternProperties') && (0,src_json/* isObject */.Gv)(under)) {
        for (const name of Object.keys(under)) {
            const offset = (0,json/* keyOffsetAt */.E0)(value, [...path, name], problems);
            if (name === '__proto__') {
                problems.add(offset, 'A schema cannot be about a member called "__proto__".', 'Remove it.');
            }
            else if (keyword === 'patternProperties')
                checkPattern(name, { node: null, offset, name }, problems);
        }
    }
}
function addUnknown(keyword, offset, problems) {
    const unsupported = (0,keywords/* unsupportedKeyword */.j)(keyword);
    if (unsupported !== undefined) {
        problems.add(offset, `The keyword ${(0,display/* shownText */.f$)(keyword)} is not supported.`, unsupported);
        return;
    }
    problems.add(offset, `${(0,display/* shownText */.f$)(keyword)} is not a keyword of JSON Schema.`, (0,did_you_mean/* suggestion */.h)((0,keywords/* keywordSynonym */.$h)(keyword) ?? keyword, keywords/* KEYWORDS */.d6) +
        'The keywords are those of draft 2020-12, such as const, enum, pattern, minimum and not.');
}
function checkPattern(pattern, place, problems) {
    if (pattern.length > MAX_PATTERN_LENGTH) {
        const hint = 'Shorten it. A list of values belongs under enum.';
        problems.add(place.offset, `${(0,display/* shownText */.f$)(place.name)} is longer than ${MAX_PATTERN_LENGTH} characters.`, hint);
        return;
    }
    const problem = (0,schema_pattern/* patternProblem */.AL)(pattern);
    if (problem === undefined)
        return;
    const reason = (0,display/* shownText */.f$)(problem.message).slice(1, -1);
    const offset = (0,value/* offsetInText */.IK)(place, problem.at);
    problems.add(offset, `${(0,display/* shownText */.f$)(place.name)} is not a valid pattern: ${reason}.`, problem.hint);
}
function checkFormat(format, place, problems) {
    if (FORMATS.includes(format))
        return;
    const hint = `${(0,did_you_mean/* suggestion */.h)(format, FORMATS)}The formats are: ${FORMATS.join(', ')}.`;
    problems.add(place.offset, `There is no format ${(0,display/* shownText */.f$)(format)}.`, hint);
}
/** Under `not`, a type that the column lacks makes a rule that checks nothing: `validate` warns of that. */
function checkType(type, path, domain, place, problems) {
    const words = (Array.isArray(type) ? type : [type]).filter((name) => typeof name === 'string');
    const names = words.filter((name) => TYPES.includes(name));
    const possible = (0,column_domain/* jsonTypes */.Qv)(domain);
    if (names.length === 0 || path.includes('not'))
        return;
    if (names.some((name) => possible.includes(name === 'integer' ? 'number' : name)))
        return;
    const message = `${(0,display/* shownText */.f$)(place.name)} cannot be ${(0,json/* shownJson */.oB)(type)}: the column holds ${(0,column_domain/* domainText */.QI)(domain)}.`;
    problems.add(place.offset, message, 'Use a type that the column has, or name another column.');
}
function checkDateLimit(limit, { format }, place, problems) {
    if (typeof format !== 'string' || !DATE_FORMATS.includes(format)) {
        const hint = 'Add "format: date-time", or "format: date" for a column of days.';
        problems.add(place.offset, `${(0,display/* shownText */.f$)(place.name)} needs a format of dates or times beside it.`, hint);
    }
    else if (!(0,relative_dates/* isRelativeDate */.Dj)(limit, format) && (typeof limit !== 'string' || !(0,cell_schema/* compileCell */.CH)({ format })(limit))) {
        const hint = `Write today, today+30d, today-7d${format === 'date' ? '' : ', now'}, or a value in the format ${format}.`;
        problems.add(place.offset, `${(0,display/* shownText */.f$)(place.name)} cannot be ${(0,json/* shownJson */.oB)(limit)}.`, hint);
    }
}
function checkPossible(value, domain, place, problems) {
    const hint = (0,column_domain/* outsideDomain */.qy)(value, domain);
    if (hint === undefined)
        return;
    const message = `${(0,display/* shownText */.f$)(place.name)} cannot be ${(0,json/* shownJson */.oB)(value)}: the column never has this value.`;
    problems.add(place.offset, message, hint);
}

;// CONCATENATED MODULE: ./src/schema/check-schema.ts








/** In characters of JSON. Thousands of time zones fit; compiling a much larger schema takes minutes. */
const MAX_LENGTH = 20_000;
/**
 * Reads the JSON Schema of a cell: a mapping of keywords of draft 2020-12, without references. Adds to the problems what the
 * draft's meta-schema or Ajv's strict mode refuses, unknown keywords and formats, patterns that RE2 does not support,
 * crossed bounds, and values and keywords that do not suit the column.
 *
 * @param domain the column's values
 * @returns undefined if there is a problem
 */
function cellSchema(value, problems, domain = column_domain/* ANY_VALUE */.LG) {
    if (!(0,dist/* isMap */.jh)(value.node)) {
        addNoSchema(value, problems);
        return undefined;
    }
    const schema = (0,json/* jsonObject */.o$)(value, problems);
    if (schema === undefined)
        return undefined;
    if (Object.keys(schema).length === 0) {
        problems.add(value.offset, `${(0,display/* shownText */.f$)(value.name)} has no keyword.`, 'Add a keyword such as const or enum.');
        return undefined;
    }
    if (JSON.stringify(schema).length > MAX_LENGTH) {
        problems.add(value.offset, `${(0,display/* shownText */.f$)(value.name)} is longer than ${MAX_LENGTH} characters.`, 'Shorten it.');
        return undefined;
    }
    const before = problems.count;
    const found = [];
    const typed = (0,column_domain/* visitSchemas */.SC)(schema, domain, (subschema) => found.push(subschema));
    for (const subschema of found)
        checkKeywords(value, subschema, problems);
    checkDraft(value, schema, problems);
    if (problems.count === before)
        checkStrictly(value, (0,column_domain/* withTypes */.mz)(typed, domain), found, problems);
    return problems.count === before ? schema : undefined;
}
const forDraft = (0,cell_schema/* newAjv */.y4)();
/** Validates against the draft's meta-schema. https://json-schema.org/draft/2020-12/schema */
function checkDraft(value, schema, problems) {
    if (forDraft.validateSchema(schema) !== false)
        return;
    const [error] = forDraft.errors ?? [];
    if (error === undefined)
        return;
    const path = (0,json/* pointerPath */.hw)(error.instancePath);
    const wrong = (0,json/* valueAt */.fK)(value, path, problems);
    const types = error.params.type;
    if (Array.isArray(types) && types.includes('object')) {
        addNoSchema(wrong, problems);
        return;
    }
    const shown = (0,json/* jsonValue */.IL)(wrong, problems) ?? null;
    const isType = path.includes('type') && error.keyword === 'enum';
    problems.add(wrong.offset, `${(0,display/* shownText */.f$)(wrong.name)} cannot be ${(0,json/* shownJson */.oB)(shown)}.`, `${isType && typeof shown === 'string' ? (0,did_you_mean/* suggestion */.h)(shown, TYPES) : ''}It ${isType ? `must be one of ${TYPES.join(', ')}` : (error.message ?? '')}.`);
}
/** Compiles in Ajv's strict mode. https://ajv.js.org/strict-mode.html */
function checkStrictly(value, typed, found, problems) {
    const warnings = new Set();
    const logger = { log: () => undefined, warn: (text) => warnings.add(String(text)), error: () => undefined };
    try {
        (0,cell_schema/* newAjv */.y4)('', { strictTypes: 'log', logger }).compile((0,relative_dates/* resolveDates */.EX)(typed, 0));
    }
    catch (error) {
        const reason = error instanceof Error ? error.message.replace('strict mode: ', '') : '';
        problems.add(value.offset, `${(0,display/* shownText */.f$)(value.name)} is not a valid schema: ${(0,display/* shownText */.f$)(reason).slice(1, -1)}.`, 'See https://json-schema.org/draft/2020-12/json-schema-validation for the keywords.');
    }
    for (const warning of warnings)
        addMissingType(warning, value, found, problems);
}
const MISSING_TYPE = /missing type "([\w,]+)" for keyword "(\w+)" at "#(.*)" \(strictTypes\)$/s;
function addMissingType(warning, value, found, problems) {
    const [, wanted = '', keyword = '', fragment = ''] = MISSING_TYPE.exec(warning) ?? [];
    const path = (0,json/* pointerPath */.hw)(fragment).map((step) => decodeURIComponent(String(step)));
    const subschema = found.find((one) => isSamePath(one.path, path));
    if (keyword === '' || subschema === undefined)
        return;
    const { offset } = (0,json/* valueAt */.fK)(value, [...path, keyword], problems);
    const other = { maxLength: 'maxItems', minLength: 'minItems', maxItems: 'maxLength', minItems: 'minLength' }[keyword];
    problems.add(offset, `"${keyword}" has no effect: it is about values of type ${wanted}, and the column holds ${(0,column_domain/* domainText */.QI)(subschema.domain)}.`, other === undefined
        ? 'Use a keyword for that type, such as const or enum, or "items" for the values in a list.'
        : `Did you mean "${other}"?`);
}
function isSamePath(one, other) {
    return one.length === other.length && one.every((step, at) => String(step) === String(other[at]));
}
/** Suggests a schema in place of the value that was written instead of one. */
function addNoSchema(value, problems) {
    const { node, offset, name } = value;
    const scalar = (0,dist/* isScalar */.jn)(node) ? (0,json/* jsonValue */.IL)(value, problems) : null;
    if ((0,dist/* isSeq */.oP)(node)) {
        const hint = 'Write { enum: [...] } if the cell may have one of several values.';
        problems.add(offset, `${(0,display/* shownText */.f$)(name)} must be a JSON Schema, not a list.`, hint);
    }
    else if (scalar === null || scalar === undefined) {
        problems.add(offset, `${(0,display/* shownText */.f$)(name)} has no value.`, 'Write { const: null } if the cell must be blank.');
    }
    else {
        const kind = typeof scalar === 'string' ? 'text' : typeof scalar === 'boolean' ? 'true or false' : 'a number';
        const hint = typeof scalar === 'string' && TYPES.includes(scalar)
            ? `Write { type: ${scalar} } if the cell must be of that type.`
            : `Write { const: ${asWritten(value)} } if the cell must have that value.`;
        problems.add(offset, `${(0,display/* shownText */.f$)(name)} must be a JSON Schema, not ${kind}.`, hint);
    }
}
function asWritten({ node }) {
    if (!(0,dist/* isScalar */.jn)(node))
        return '...';
    const plain = node.type === dist/* Scalar */.X5.PLAIN && typeof node.source === 'string' ? node.source : undefined;
    return plain !== undefined && !/[,{}[\]]/.test(plain) ? (0,display/* shownText */.f$)(plain).slice(1, -1) : (0,display/* shownText */.f$)(String(node.value));
}


/***/ }),

/***/ 42190:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   LG: () => (/* binding */ ANY_VALUE),
/* harmony export */   QI: () => (/* binding */ domainText),
/* harmony export */   Qv: () => (/* binding */ jsonTypes),
/* harmony export */   SC: () => (/* binding */ visitSchemas),
/* harmony export */   mz: () => (/* binding */ withTypes),
/* harmony export */   qy: () => (/* binding */ outsideDomain)
/* harmony export */ });
/* harmony import */ var _json_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(8301);
/* harmony import */ var _text_did_you_mean_js__WEBPACK_IMPORTED_MODULE_6__ = __webpack_require__(63180);
/* harmony import */ var _text_numbers_js__WEBPACK_IMPORTED_MODULE_5__ = __webpack_require__(92613);
/* harmony import */ var _yaml_json_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(20213);
/* harmony import */ var _cell_schema_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(69507);
/* harmony import */ var _keywords_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(9131);
/* harmony import */ var _spelling_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(88105);







const JSON_TYPES = ['null', 'boolean', 'object', 'array', 'number', 'string'];
const NOUNS = {
    string: 'text',
    boolean: 'true or false',
    integer: 'whole numbers',
    number: 'numbers',
    object: 'objects',
    array: 'lists',
    null: 'null',
};
const ANY_VALUE = { type: undefined, blank: true };
/** The JSON types of a domain, with `number` for `integer`. */
function jsonTypes({ type, blank }) {
    const names = type === undefined ? undefined : typeNames(type);
    if (names === undefined)
        return JSON_TYPES;
    return [...new Set([...names.map((name) => (name === 'integer' ? 'number' : name)), ...(blank ? ['null'] : [])])];
}
/**
 * Visits a schema, which need not be valid, and all schemas inside it.
 *
 * @returns the schema with the JSON types of the domain merged into the schemas that lack `type`, as Ajv's `strictTypes` requires
 */
function visitSchemas(schema, domain, visit, path = []) {
    visit({ path, schema, domain });
    return (0,_keywords_js__WEBPACK_IMPORTED_MODULE_2__/* .mapSubschemas */ .TY)(schema, (inside, keyword, name) => {
        if (!(0,_json_js__WEBPACK_IMPORTED_MODULE_4__/* .isObject */ .Gv)(inside))
            return inside;
        const own = insideDomain(keyword, name, domain);
        const typed = visitSchemas(inside, own ?? domain, visit, [...path, keyword, ...(name === undefined ? [] : [name])]);
        return own === undefined ? typed : withTypes(typed, own);
    });
}
/** A schema with the JSON types of its domain, unless it has types of its own. */
function withTypes(schema, domain) {
    return { type: [...jsonTypes(domain)], ...schema };
}
/** The domain of the schemas under a keyword; undefined if they are about the same value as the schema around them. */
function insideDomain(keyword, name, { type }) {
    switch (keyword) {
        case 'items':
        case 'contains':
        case 'prefixItems': {
            const items = (0,_json_js__WEBPACK_IMPORTED_MODULE_4__/* .property */ .MZ)(type, 'items');
            return (0,_json_js__WEBPACK_IMPORTED_MODULE_4__/* .isObject */ .Gv)(items) ? { type: items, blank: false } : ANY_VALUE;
        }
        case 'properties': {
            const member = (0,_json_js__WEBPACK_IMPORTED_MODULE_4__/* .property */ .MZ)((0,_json_js__WEBPACK_IMPORTED_MODULE_4__/* .property */ .MZ)(type, 'properties'), String(name));
            return (0,_json_js__WEBPACK_IMPORTED_MODULE_4__/* .isObject */ .Gv)(member) ? { type: member, blank: true } : ANY_VALUE;
        }
        case 'propertyNames':
            return { type: { type: 'string' }, blank: false };
        case 'additionalProperties':
        case 'patternProperties':
        case 'unevaluatedItems':
        case 'unevaluatedProperties':
        case 'contentSchema':
            return ANY_VALUE;
        default:
            return undefined;
    }
}
/** The values of a domain in words: `none, contactsOnly or all`. */
function domainText({ type }) {
    if (type === undefined)
        return 'any value';
    const values = (0,_json_js__WEBPACK_IMPORTED_MODULE_4__/* .property */ .MZ)(type, 'enum');
    if (Array.isArray(values) && values.length > 0)
        return (0,_text_numbers_js__WEBPACK_IMPORTED_MODULE_5__/* .listed */ .KE)(values.map(plain), 'or');
    const only = (0,_json_js__WEBPACK_IMPORTED_MODULE_4__/* .property */ .MZ)(type, 'const');
    if (only !== undefined)
        return plain(only);
    const items = (0,_json_js__WEBPACK_IMPORTED_MODULE_4__/* .property */ .MZ)(type, 'items');
    const names = typeNames(type) ?? [];
    if (names.includes('array') && (0,_json_js__WEBPACK_IMPORTED_MODULE_4__/* .isObject */ .Gv)(items))
        return `lists of ${domainText({ type: items, blank: false })}`;
    const examples = (0,_json_js__WEBPACK_IMPORTED_MODULE_4__/* .property */ .MZ)(type, 'examples');
    const example = Array.isArray(examples) ? examples[0] : undefined;
    const nouns = names.map((name) => NOUNS[name] ?? name);
    if (nouns.length === 0)
        return 'the values of its type';
    return (0,_text_numbers_js__WEBPACK_IMPORTED_MODULE_5__/* .listed */ .KE)(nouns, 'or') + (example === undefined ? '' : ` such as ${plain(example)}`);
}
/** What to write instead of a value of `const` or `enum` that the domain lacks; undefined if the domain has the value. */
function outsideDomain(value, domain) {
    const { type, blank } = domain;
    if (type === undefined || (value === null && blank))
        return undefined;
    const accepts = (0,_cell_schema_js__WEBPACK_IMPORTED_MODULE_1__/* .compileCell */ .CH)(type);
    const spelling = new _spelling_js__WEBPACK_IMPORTED_MODULE_3__/* .Spelling */ .Z(type);
    const isPossible = (one) => accepts(spelling.cell(one));
    if (isPossible(value))
        return undefined;
    return `${replacement(value, type, isPossible)}The column holds ${domainText(domain)}${blank ? ', or null if blank' : ''}.`;
}
/** What to write instead of an impossible value, as the start of a hint; '' if that is unknown. */
function replacement(value, type, isPossible) {
    if (isPossible([value]))
        return `For a list that contains it, write { contains: { const: ${plain(value)} } }. `;
    if (typeof value === 'number' || typeof value === 'boolean') {
        return isPossible(String(value)) ? `Write it in quotes: '${value}'. ` : '';
    }
    if (typeof value !== 'string')
        return '';
    const unquoted = scalarIn(value);
    if (unquoted !== undefined && isPossible(unquoted))
        return `Write ${String(unquoted)} without quotes. `;
    return (0,_text_did_you_mean_js__WEBPACK_IMPORTED_MODULE_6__/* .suggestion */ .h)(value, (0,_spelling_js__WEBPACK_IMPORTED_MODULE_3__/* .enumValues */ .U)(type).filter((known) => typeof known === 'string'));
}
function scalarIn(text) {
    const folded = text.trim().toLowerCase();
    if (folded === 'true' || folded === 'false')
        return folded === 'true';
    return /^-?\d+(?:\.\d+)?$/.test(folded) ? Number(folded) : undefined;
}
function typeNames(type) {
    const named = (0,_json_js__WEBPACK_IMPORTED_MODULE_4__/* .property */ .MZ)(type, 'type');
    const names = (Array.isArray(named) ? named : [named]).filter((name) => typeof name === 'string');
    if (names.length > 0)
        return names;
    const only = (0,_json_js__WEBPACK_IMPORTED_MODULE_4__/* .property */ .MZ)(type, 'const');
    const values = (0,_json_js__WEBPACK_IMPORTED_MODULE_4__/* .property */ .MZ)(type, 'enum') ?? (only === undefined ? undefined : [only]);
    return Array.isArray(values) ? values.map(typeOf) : undefined;
}
function typeOf(value) {
    if (value === null)
        return 'null';
    return Array.isArray(value) ? 'array' : typeof value;
}
function plain(value) {
    return typeof value === 'string' ? (0,_yaml_json_js__WEBPACK_IMPORTED_MODULE_0__/* .shownJson */ .oB)(value).slice(1, -1) : (0,_yaml_json_js__WEBPACK_IMPORTED_MODULE_0__/* .shownJson */ .oB)(value);
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


/***/ }),

/***/ 20213:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   E0: () => (/* binding */ keyOffsetAt),
/* harmony export */   IL: () => (/* binding */ jsonValue),
/* harmony export */   fK: () => (/* binding */ valueAt),
/* harmony export */   hw: () => (/* binding */ pointerPath),
/* harmony export */   o$: () => (/* binding */ jsonObject),
/* harmony export */   oB: () => (/* binding */ shownJson)
/* harmony export */ });
/* harmony import */ var yaml__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(38815);
/* harmony import */ var _json_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(8301);
/* harmony import */ var _text_display_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(24745);
/* harmony import */ var _value_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(46202);




/** A YAML value as JSON. What JSON has not, such as `.nan`, is added to the problems, and gives undefined. */
function jsonValue(value, problems) {
    const { node, offset, name } = value;
    if ((0,yaml__WEBPACK_IMPORTED_MODULE_0__/* .isMap */ .jh)(node))
        return jsonObject(value, problems);
    if ((0,yaml__WEBPACK_IMPORTED_MODULE_0__/* .isSeq */ .oP)(node)) {
        const items = ((0,_value_js__WEBPACK_IMPORTED_MODULE_1__/* .list */ .p_)(value, problems) ?? []).map((item) => jsonValue(item, problems));
        return items.every((item) => item !== undefined) ? items : undefined;
    }
    const scalar = (0,yaml__WEBPACK_IMPORTED_MODULE_0__/* .isScalar */ .jn)(node) ? node.value : null;
    if (typeof scalar === 'number' && !Number.isFinite(scalar)) {
        problems.add(offset, `${(0,_text_display_js__WEBPACK_IMPORTED_MODULE_2__/* .shownText */ .f$)(name)} is no number that JSON has.`, 'Write a finite one.');
        return undefined;
    }
    if (scalar === null || typeof scalar === 'string' || typeof scalar === 'number' || typeof scalar === 'boolean') {
        return scalar;
    }
    throw new TypeError('a YAML file gave a scalar that is no plain value');
}
/** A YAML mapping as JSON. Anything else is added to the problems, and gives undefined. */
function jsonObject(value, problems) {
    const members = [];
    const entries = [...((0,_value_js__WEBPACK_IMPORTED_MODULE_1__/* .mapping */ .pq)(value, problems)?.entries.values() ?? [])];
    for (const { key, value: member } of entries) {
        const json = jsonValue(member, problems);
        if (json !== undefined)
            members.push([key, json]);
    }
    // Unlike assignment, this makes a member of "__proto__" too.
    return (0,yaml__WEBPACK_IMPORTED_MODULE_0__/* .isMap */ .jh)(value.node) && members.length === entries.length ? Object.fromEntries(members) : undefined;
}
/** The value that a path leads to, or the last on the way that is there. */
function valueAt(value, path, problems) {
    let found = value;
    for (const step of path) {
        const next = insideOf(found, step, problems);
        if (next === undefined)
            break;
        found = next;
    }
    return found;
}
/** The offset of the key at the end of a path; the offset of the value if that is not a member of a mapping. */
function keyOffsetAt(value, path, problems) {
    const around = valueAt(value, path.slice(0, -1), problems);
    const entry = (0,yaml__WEBPACK_IMPORTED_MODULE_0__/* .isMap */ .jh)(around.node) ? (0,_value_js__WEBPACK_IMPORTED_MODULE_1__/* .mapping */ .pq)(around, problems)?.entries.get(String(path.at(-1))) : undefined;
    return entry?.keyOffset ?? valueAt(value, path, problems).offset;
}
function insideOf(value, step, problems) {
    if ((0,yaml__WEBPACK_IMPORTED_MODULE_0__/* .isMap */ .jh)(value.node)) {
        return (0,_value_js__WEBPACK_IMPORTED_MODULE_1__/* .mapping */ .pq)(value, problems)?.entries.get(String(step))?.value;
    }
    return (0,yaml__WEBPACK_IMPORTED_MODULE_0__/* .isSeq */ .oP)(value.node) ? (0,_value_js__WEBPACK_IMPORTED_MODULE_1__/* .list */ .p_)(value, problems)?.[Number(step)] : undefined;
}
/** A JSON Pointer's steps. https://www.rfc-editor.org/rfc/rfc6901 */
function pointerPath(pointer) {
    return pointer
        .split('/')
        .slice(1)
        .map((step) => step.replaceAll('~1', '/').replaceAll('~0', '~'));
}
/** A JSON value as a message quotes it: texts that would read as something else in quotes, cut at 60 characters. */
function shownJson(value) {
    if (typeof value === 'string')
        return (0,_text_display_js__WEBPACK_IMPORTED_MODULE_2__/* .shownText */ .f$)(value);
    if (!Array.isArray(value) && !(0,_json_js__WEBPACK_IMPORTED_MODULE_3__/* .isObject */ .Gv)(value))
        return String(value);
    return (0,_text_display_js__WEBPACK_IMPORTED_MODULE_2__/* .shownText */ .f$)(JSON.stringify(value)).slice(1, -1);
}


/***/ }),

/***/ 46202:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   $T: () => (/* binding */ lineOfText),
/* harmony export */   IK: () => (/* binding */ offsetInText),
/* harmony export */   Pu: () => (/* binding */ keyText),
/* harmony export */   Qq: () => (/* binding */ text),
/* harmony export */   g1: () => (/* binding */ record),
/* harmony export */   gI: () => (/* binding */ given),
/* harmony export */   p_: () => (/* binding */ list),
/* harmony export */   pq: () => (/* binding */ mapping),
/* harmony export */   ws: () => (/* binding */ scalarText),
/* harmony export */   yL: () => (/* binding */ oneOf),
/* harmony export */   z3: () => (/* binding */ isBlank)
/* harmony export */ });
/* harmony import */ var yaml__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(38815);
/* harmony import */ var _text_display_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(24745);
/* harmony import */ var _text_did_you_mean_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(63180);



/** The text of a key: any scalar but null, as it was written. */
function keyText(key) {
    if (!(0,yaml__WEBPACK_IMPORTED_MODULE_0__/* .isScalar */ .jn)(key) || key.value === null)
        return undefined;
    return typeof key.value === 'string' ? key.value : key.source;
}
/** The entries of a mapping with arbitrary keys. Adds a problem and returns undefined for any other value. */
function mapping(value, problems) {
    const { node, offset, name } = value;
    if (!(0,yaml__WEBPACK_IMPORTED_MODULE_0__/* .isMap */ .jh)(node)) {
        addWrongType(value, 'a mapping, "key: value" on each line', problems);
        return undefined;
    }
    const entries = new Map();
    for (const pair of node.items) {
        const key = keyText(pair.key);
        const [keyOffset, keyEnd] = pair.key.range;
        if (key === undefined) {
            problems.add(keyOffset, 'A key is missing or is not a text.', 'Write each entry as "key: value".');
        }
        else if (!entries.has(key)) {
            const inside = { node: pair.value, offset: pair.value?.range[0] ?? keyEnd, name: nameInside(name, key) };
            entries.set(key, { key, keyOffset, value: inside });
        }
    }
    return { name, offset, entries };
}
/** The entries of a mapping with known keys. Adds a problem for each unknown key and each missing required key. */
function record(value, known, problems) {
    const found = mapping(value, problems);
    if (found === undefined)
        return undefined;
    const keys = [...known.required, ...known.optional];
    const meantKeys = new Set();
    const where = found.name === '' ? 'here' : `in "${found.name}"`;
    for (const { key, keyOffset } of found.entries.values()) {
        if (keys.includes(key))
            continue;
        const meant = (0,_text_did_you_mean_js__WEBPACK_IMPORTED_MODULE_1__/* .didYouMean */ .a)(key, keys);
        if (meant !== undefined)
            meantKeys.add(meant);
        const hint = `${meant === undefined ? '' : `Did you mean "${meant}"? `}The keys ${where} are: ${keys.join(', ')}.`;
        problems.add(keyOffset, `${(0,_text_display_js__WEBPACK_IMPORTED_MODULE_2__/* .shownText */ .f$)(key)} is not one of the keys ${where}.`, hint);
    }
    for (const key of known.required) {
        // The misspelt key is already reported.
        if (found.entries.has(key) || meantKeys.has(key))
            continue;
        problems.add(found.offset, `${(0,_text_display_js__WEBPACK_IMPORTED_MODULE_2__/* .shownText */ .f$)(nameInside(found.name, key))} is missing.`, `Add "${key}: ...".`);
    }
    return found;
}
/** Reads the value of a key; undefined if the key is missing. */
function given({ entries }, key, read) {
    const entry = entries.get(key);
    return entry === undefined ? undefined : read(entry.value);
}
/** Whether a key has no value. */
function isBlank({ node }) {
    return node === null || ((0,yaml__WEBPACK_IMPORTED_MODULE_0__/* .isScalar */ .jn)(node) && node.value === null);
}
/** The items of a list. Adds a problem and returns undefined for any other value. */
function list(value, problems) {
    const { node, name } = value;
    if (!(0,yaml__WEBPACK_IMPORTED_MODULE_0__/* .isSeq */ .oP)(node)) {
        addWrongType(value, 'a list, "- item" on each line', problems);
        return undefined;
    }
    return node.items.map((item, at) => ({ node: item, offset: item.range[0], name: `${name}[${at}]` }));
}
/** A text that is not blank. Adds a problem and returns undefined for any other value. */
function text(value, problems) {
    const scalar = (0,yaml__WEBPACK_IMPORTED_MODULE_0__/* .isScalar */ .jn)(value.node) ? value.node.value : undefined;
    if (typeof scalar === 'string' && scalar.trim() !== '')
        return scalar;
    addWrongType(value, 'text', problems);
    return undefined;
}
/** A trimmed text of one line. Adds a problem and returns undefined for any other value. */
function lineOfText(value, longest, problems) {
    const line = text(value, problems)?.trim();
    if (line === undefined)
        return undefined;
    const name = (0,_text_display_js__WEBPACK_IMPORTED_MODULE_2__/* .shownText */ .f$)(value.name);
    if (line.length > longest) {
        problems.add(value.offset, `${name} is longer than ${longest} characters.`, 'Shorten it. A rule can link to a page under "help".');
        return undefined;
    }
    if (/[\p{Cc}\p{Cs}\p{Zl}\p{Zp}\u200b-\u200f\u202a-\u202e\u2060-\u2069\ufeff]/u.test(line)) {
        const hint = 'Write it on one line without invisible characters. ">-" joins lines.';
        problems.add(value.offset, `${name} has a line break or an invisible character.`, hint);
        return undefined;
    }
    return line;
}
/** A text, number or boolean, as written. Adds a problem and returns undefined for any other value. */
function scalarText(value, problems) {
    const { node } = value;
    if ((0,yaml__WEBPACK_IMPORTED_MODULE_0__/* .isScalar */ .jn)(node) && typeof node.value !== 'string' && node.value !== null)
        return node.source;
    return text(value, problems);
}
/** One of the choices. Adds a problem and returns undefined for any other value. */
function oneOf(value, choices, problems) {
    const written = scalarText(value, problems);
    const found = choices.find((choice) => choice === written);
    if (written === undefined || found !== undefined)
        return found;
    const hint = `${(0,_text_did_you_mean_js__WEBPACK_IMPORTED_MODULE_1__/* .suggestion */ .h)(written, choices)}Use ${choices.map((choice) => `"${choice}"`).join(' or ')}.`;
    problems.add(value.offset, `${(0,_text_display_js__WEBPACK_IMPORTED_MODULE_2__/* .shownText */ .f$)(value.name)} cannot be ${(0,_text_display_js__WEBPACK_IMPORTED_MODULE_2__/* .shownText */ .f$)(written)}.`, hint);
    return undefined;
}
/**
 * The offset of a character of a text in the file, in UTF-16 code units. Exact for plain and quoted texts of one line; for
 * other texts the start of the text.
 */
function offsetInText({ node, offset }, at) {
    if (!(0,yaml__WEBPACK_IMPORTED_MODULE_0__/* .isScalar */ .jn)(node) || typeof node.value !== 'string')
        return offset;
    const { value, type } = node;
    const written = node.range[1] - node.range[0];
    if (type === yaml__WEBPACK_IMPORTED_MODULE_0__/* .Scalar */ .X5.PLAIN)
        return written === value.length ? offset + at : offset;
    const quotes = type === yaml__WEBPACK_IMPORTED_MODULE_0__/* .Scalar */ .X5.QUOTE_SINGLE ? quotesIn(value) : 0;
    if ((type !== yaml__WEBPACK_IMPORTED_MODULE_0__/* .Scalar */ .X5.QUOTE_SINGLE && type !== yaml__WEBPACK_IMPORTED_MODULE_0__/* .Scalar */ .X5.QUOTE_DOUBLE) || written !== value.length + quotes + 2) {
        return offset;
    }
    return offset + 1 + at + (quotes === 0 ? 0 : quotesIn(value.slice(0, at)));
}
/** Inside single quotes, a single quote is written twice. */
function quotesIn(text) {
    return text.split("'").length - 1;
}
function nameInside(name, key) {
    return name === '' ? key : `${name}.${key}`;
}
function addWrongType({ node, offset, name }, wanted, problems) {
    const whole = name === '';
    const [what, hint] = kindOf(node);
    if (what === undefined) {
        problems.add(offset, whole ? 'The file has no value.' : `${(0,_text_display_js__WEBPACK_IMPORTED_MODULE_2__/* .shownText */ .f$)(name)} has no value.`, `It must be ${wanted}.`);
    }
    else {
        problems.add(offset, `${whole ? 'The file' : (0,_text_display_js__WEBPACK_IMPORTED_MODULE_2__/* .shownText */ .f$)(name)} must be ${wanted}, not ${what}.`, hint);
    }
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


/***/ })

};
