export const id = 384;
export const ids = [384];
export const modules = {

/***/ 57835:
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
/* harmony import */ var _json_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(8301);
/* harmony import */ var _text_display_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(24745);



/** A YAML value as JSON. What JSON has not, such as `.nan`, is added to the problems, and gives undefined. */
function jsonValue(value) {
    const { node } = value;
    if ((0,yaml__WEBPACK_IMPORTED_MODULE_0__/* .isMap */ .jh)(node))
        return jsonObject(value);
    if ((0,yaml__WEBPACK_IMPORTED_MODULE_0__/* .isSeq */ .oP)(node)) {
        const items = value.items()?.map(jsonValue) ?? [];
        return items.every((item) => item !== undefined) ? items : undefined;
    }
    const scalar = (0,yaml__WEBPACK_IMPORTED_MODULE_0__/* .isScalar */ .jn)(node) ? node.value : null;
    if (typeof scalar === 'number' && !Number.isFinite(scalar)) {
        return value.reject('is no number that JSON has.', 'Write a finite one.');
    }
    if (scalar === null || typeof scalar === 'string' || typeof scalar === 'number' || typeof scalar === 'boolean') {
        return scalar;
    }
    throw new TypeError('a YAML file gave a scalar that is no plain value');
}
/** A YAML mapping as JSON. Anything else is added to the problems, and gives undefined. */
function jsonObject(value) {
    const entries = value.entries();
    const members = (entries ?? []).flatMap(({ key, value: member }) => {
        const json = jsonValue(member);
        return json === undefined ? [] : [[key, json]];
    });
    // Unlike assignment, this makes a member of "__proto__" too.
    return members.length === entries?.length ? Object.fromEntries(members) : undefined;
}
/** The value that a path leads to, or the last on the way that is there. */
function valueAt(value, path) {
    let found = value;
    for (const step of path) {
        const next = found.inside(step);
        if (next === undefined)
            break;
        found = next;
    }
    return found;
}
/** The offset of the key at the end of a path; the offset of the value if that is not a member of a mapping. */
function keyOffsetAt(value, path) {
    const entry = valueAt(value, path.slice(0, -1)).entry(String(path.at(-1)));
    return entry?.keyOffset ?? valueAt(value, path).offset;
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
        return (0,_text_display_js__WEBPACK_IMPORTED_MODULE_1__/* .shownText */ .f$)(value);
    if (!Array.isArray(value) && !(0,_json_js__WEBPACK_IMPORTED_MODULE_2__/* .isObject */ .Gv)(value))
        return String(value);
    return (0,_text_display_js__WEBPACK_IMPORTED_MODULE_1__/* .shownText */ .f$)(JSON.stringify(value)).slice(1, -1);
}


/***/ }),

/***/ 28384:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   H: () => (/* binding */ columnDomain),
/* harmony export */   QH: () => (/* binding */ COLUMN_SCHEMAS),
/* harmony export */   Vo: () => (/* binding */ columnSchemas),
/* harmony export */   c4: () => (/* binding */ requireColumn),
/* harmony export */   vX: () => (/* binding */ CELL_SCHEMA)
/* harmony export */ });
/* harmony import */ var _files_fields_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(59682);
/* harmony import */ var _text_display_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(24745);
/* harmony import */ var _text_did_you_mean_js__WEBPACK_IMPORTED_MODULE_5__ = __webpack_require__(63180);
/* harmony import */ var _definition_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(54530);
/* harmony import */ var _schema_check_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(11935);
/* harmony import */ var _schema_column_domain_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(42190);






const ADDRESSES = { type: { type: 'string', minLength: 1 }, blank: false };
/** A JSON Schema of a cell. The file of the whole JSON Schema defines its keywords. */
const CELL_SCHEMA = { type: 'object', minProperties: 1, allOf: [{ $ref: '#/definitions/schema' }] };
/** Columns of a report, each with a schema of its cells. */
const COLUMN_SCHEMAS = (0,_files_fields_js__WEBPACK_IMPORTED_MODULE_0__/* .later */ .NU)({
    type: 'object',
    minProperties: 1,
    propertyNames: { not: { enum: [..._definition_js__WEBPACK_IMPORTED_MODULE_1__/* .STATUS_COLUMNS */ .bq, ..._definition_js__WEBPACK_IMPORTED_MODULE_1__/* .VERDICT_COLUMNS */ .aZ] } },
    additionalProperties: CELL_SCHEMA,
});
/**
 * Reads columns of a report, each with a schema of its cells. Added to the problems are columns that the report has not,
 * and schemas that no cell of the column can meet.
 *
 * @param about the report, undefined if it is not known: then any column will do; and all reports that are known
 */
function columnSchemas(value, { report, reports }) {
    const entries = value.entries();
    if (entries === undefined)
        return undefined;
    if (entries.length === 0)
        value.reject('names no column.', 'Add one: "Column: { const: value }".');
    const schemas = entries.flatMap((entry) => {
        const known = requireColumn(entry, { report, reports });
        const domain = known && report !== undefined ? columnDomain(entry.key, report) : _schema_column_domain_js__WEBPACK_IMPORTED_MODULE_3__/* .ANY_VALUE */ .LG;
        const schema = (0,_schema_check_js__WEBPACK_IMPORTED_MODULE_2__/* .cellSchema */ .g)(entry.value, domain);
        return schema === undefined ? [] : [[entry.key, schema]];
    });
    return Object.fromEntries(schemas);
}
/** Whether the report has the column; a problem is added if not. Any column will do of a report that is not known. */
function requireColumn({ key, keyOffset, value }, { report, reports }) {
    if (report === undefined)
        return true;
    if ((0,_definition_js__WEBPACK_IMPORTED_MODULE_1__/* .hasColumn */ .R4)(report, key))
        return true;
    const refused = refusal(key);
    if (refused !== undefined) {
        value.report(`A condition cannot be about ${(0,_text_display_js__WEBPACK_IMPORTED_MODULE_4__/* .shownText */ .f$)(key)}.`, refused, keyOffset);
        return false;
    }
    const { name, columns, listColumns } = report;
    const known = [_definition_js__WEBPACK_IMPORTED_MODULE_1__/* .MAILBOX_COLUMN */ .aN, ...Object.keys(columns), ...(listColumns?.keys() ?? [])];
    const meant = (0,_text_did_you_mean_js__WEBPACK_IMPORTED_MODULE_5__/* .didYouMean */ .a)(key, known);
    const sameButCase = meant?.toLowerCase() === key.toLowerCase();
    const hint = meant === undefined
        ? elsewhere(key, reports)
        : sameButCase
            ? `Write "${meant}": case counts. `
            : `Did you mean "${meant}"? `;
    const names = known.map((column) => (0,_text_display_js__WEBPACK_IMPORTED_MODULE_4__/* .shownText */ .f$)(column).slice(1, -1)).join(', ');
    value.report(`The report ${name} has no column ${(0,_text_display_js__WEBPACK_IMPORTED_MODULE_4__/* .shownText */ .f$)(key)}.`, `${hint}Its columns are: ${names}.`, keyOffset);
    return false;
}
/** A rule is about the rows of one report, whose columns alone it can name. */
function elsewhere(column, reports) {
    const names = reports.filter(({ columns }) => Object.hasOwn(columns, column)).map(({ name }) => name);
    return names.length === 0 ? '' : `It is a column of ${names.join(' and ')}: name that under "report". `;
}
function refusal(column) {
    const folded = column.toLowerCase();
    if (_definition_js__WEBPACK_IMPORTED_MODULE_1__/* .STATUS_COLUMNS */ .bq.some((name) => name.toLowerCase() === folded)) {
        return 'A mailbox that could not be read is inconclusive by itself; the input "max-unreadable" says how many may be.';
    }
    return _definition_js__WEBPACK_IMPORTED_MODULE_1__/* .VERDICT_COLUMNS */ .aZ.some((name) => name.toLowerCase() === folded) ? 'It is what the rules give.' : undefined;
}
/** The values that a column of a report can have. */
function columnDomain(column, report) {
    const { columns, listColumns } = report;
    if (listColumns?.has(column) === true)
        return { type: { type: 'string' }, blank: true };
    if (column === _definition_js__WEBPACK_IMPORTED_MODULE_1__/* .MAILBOX_COLUMN */ .aN && !Object.hasOwn(columns, column))
        return ADDRESSES;
    return { type: (0,_definition_js__WEBPACK_IMPORTED_MODULE_1__/* .columnType */ .DW)(report, column), blank: true };
}


/***/ }),

/***/ 69507:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   CH: () => (/* binding */ compileCell),
/* harmony export */   IT: () => (/* binding */ linearFormats),
/* harmony export */   y4: () => (/* binding */ newAjv)
/* harmony export */ });
/* harmony import */ var _pattern_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(26005);
/* harmony import */ var ajv_formats_dist_formats_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(10779);
/* harmony import */ var ajv_formats_dist_limit_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(51284);
/* harmony import */ var ajv_dist_2020_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(52210);
/* harmony import */ var ajv_dist_2020_js__WEBPACK_IMPORTED_MODULE_3___default = /*#__PURE__*/__webpack_require__.n(ajv_dist_2020_js__WEBPACK_IMPORTED_MODULE_3__);




/**
 * A validator of draft 2020-12 that stops at the first error. Patterns and formats take time linear in the text.
 *
 * @param flags of patterns; `i`: case does not count
 */
function newAjv(flags = '') {
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
        code: { optimize: false, regExp: Object.assign((source) => (0,_pattern_js__WEBPACK_IMPORTED_MODULE_0__/* .compilePattern */ .Eb)(source, flags), { code: '' }) },
        formats: linearFormats(),
    });
    ajv.addKeyword(ajv_formats_dist_limit_js__WEBPACK_IMPORTED_MODULE_2__/* .formatLimitDefinition */ .AR);
    return ajv;
}
/** By flags. */
const validators = new Map();
/** By flags and schema: compiling takes longest in a large policy, whose rules have many schemas in common. */
const compiled = new Map();
/**
 * Whether a cell meets a schema, as a function. Throws for an invalid schema; those of policy files have been checked.
 *
 * @param flags of patterns; `i`: case does not count, as in addresses
 */
function compileCell(schema, flags = '') {
    const key = `${flags} ${JSON.stringify(schema)}`;
    const known = compiled.get(key);
    if (known !== undefined)
        return known;
    const ajv = validators.get(flags) ?? newAjv(flags);
    validators.set(flags, ajv);
    const validate = ajv.compile(schema);
    const accepts = (cell) => validate(cell);
    compiled.set(key, accepts);
    return accepts;
}
/**
 * The formats of ajv-formats, each in time linear in the text. Those that ajv-formats writes as regular expressions run on
 * RE2; those that RE2 cannot express, or that backtrack, are written anew.
 */
function linearFormats() {
    const formats = Object.entries(ajv_formats_dist_formats_js__WEBPACK_IMPORTED_MODULE_1__/* .fullFormats */ .U9).map(([name, format]) => {
        const own = Object.hasOwn(REWRITTEN, name) ? REWRITTEN[name] : undefined;
        return [name, own ?? (format instanceof RegExp ? onRe2(format.source, format.flags) : format)];
    });
    return Object.fromEntries(formats);
}
const reference = ajv_formats_dist_formats_js__WEBPACK_IMPORTED_MODULE_1__/* .fullFormats */ .U9['uri-reference'];
const isReference = onRe2(reference instanceof RegExp ? reference.source : '', 'i');
const isDuration = onRe2('^P(?:\\d+W|(?:\\d+Y)?(?:\\d+M)?(?:\\d+D)?(?:T(?:\\d+H)?(?:\\d+M)?(?:\\d+S)?)?)$', '');
const isHostname = onRe2('^[a-z0-9](?:[a-z0-9-]{0,61}[a-z0-9])?(?:\\.[a-z0-9](?:[a-z0-9-]{0,61}[a-z0-9])?)*\\.?$', 'i');
const REWRITTEN = {
    uri: (text) => /^[a-z][a-z0-9+.-]*:/i.test(text) && isReference(text),
    url: (text) => /^(?:https?|ftp):\/\/\S+$/iu.test(text) && URL.canParse(text),
    duration: (text) => !/[PT]$/.test(text) && isDuration(text),
    hostname: (text) => text.length <= 254 && isHostname(text) && text.replace(/\.$/, '').length <= 253,
    byte: onRe2('^(?:[A-Za-z0-9+/]{4})*(?:[A-Za-z0-9+/]{2}==|[A-Za-z0-9+/]{3}=)?$', ''),
    regex: (text) => text.length <= 1000 && (0,_pattern_js__WEBPACK_IMPORTED_MODULE_0__/* .syntaxProblem */ .R8)(text) === undefined,
};
/** Compiles at the first text: most formats are never used. */
function onRe2(source, flags) {
    let pattern;
    return (text) => {
        pattern ??= (0,_pattern_js__WEBPACK_IMPORTED_MODULE_0__/* .compilePattern */ .Eb)(source, flags.includes('i') ? 'i' : '');
        return pattern.test(text);
    };
}


/***/ }),

/***/ 11935:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   g: () => (/* binding */ cellSchema)
/* harmony export */ });
/* harmony import */ var yaml__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(38815);
/* harmony import */ var _files_yaml_json_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(57835);
/* harmony import */ var _files_yaml_value_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(48712);
/* harmony import */ var _json_js__WEBPACK_IMPORTED_MODULE_8__ = __webpack_require__(8301);
/* harmony import */ var _text_did_you_mean_js__WEBPACK_IMPORTED_MODULE_10__ = __webpack_require__(63180);
/* harmony import */ var _text_display_js__WEBPACK_IMPORTED_MODULE_9__ = __webpack_require__(24745);
/* harmony import */ var _cell_schema_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(69507);
/* harmony import */ var _column_domain_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(42190);
/* harmony import */ var _keywords_js__WEBPACK_IMPORTED_MODULE_5__ = __webpack_require__(9131);
/* harmony import */ var _pattern_js__WEBPACK_IMPORTED_MODULE_6__ = __webpack_require__(26005);
/* harmony import */ var _relative_dates_js__WEBPACK_IMPORTED_MODULE_7__ = __webpack_require__(64043);











const TYPES = ['null', 'boolean', 'object', 'array', 'number', 'integer', 'string'];
/** In characters of JSON. Thousands of time zones fit; compiling a much larger schema takes minutes. */
const MAX_LENGTH = 20_000;
const MAX_PATTERN_LENGTH = 1000;
const FORMATS = Object.keys((0,_cell_schema_js__WEBPACK_IMPORTED_MODULE_3__/* .linearFormats */ .IT)());
const DATE_FORMATS = ['date', 'time', 'date-time', 'iso-time', 'iso-date-time'];
const BOUNDS = [
    ['minimum', 'maximum'],
    ['minimum', 'exclusiveMaximum'],
    ['exclusiveMinimum', 'maximum'],
    ['exclusiveMinimum', 'exclusiveMaximum'],
    ...['Length', 'Items', 'Contains', 'Properties'].map((what) => [`min${what}`, `max${what}`]),
];
/**
 * Reads the JSON Schema of a cell: a mapping of keywords of draft 2020-12, without references. Rejects what the
 * draft's meta-schema or Ajv's strict mode refuses, unknown keywords and formats, patterns that RE2 does not support,
 * crossed bounds, and values and keywords that do not suit the column.
 *
 * @param domain the column's values
 * @returns undefined if there is a problem
 */
function cellSchema(value, domain = _column_domain_js__WEBPACK_IMPORTED_MODULE_4__/* .ANY_VALUE */ .LG) {
    const { problems } = value;
    if (!(0,yaml__WEBPACK_IMPORTED_MODULE_0__/* .isMap */ .jh)(value.node))
        return rejectNoSchema(value);
    const schema = (0,_files_yaml_json_js__WEBPACK_IMPORTED_MODULE_1__/* .jsonObject */ .o$)(value);
    if (schema === undefined)
        return undefined;
    if (Object.keys(schema).length === 0)
        return value.reject('has no keyword.', 'Add a keyword such as const or enum.');
    if (JSON.stringify(schema).length > MAX_LENGTH) {
        return value.reject(`is longer than ${MAX_LENGTH} characters.`, 'Shorten it.');
    }
    const before = problems.count;
    const subschemas = subschemasOf(schema, domain);
    for (const subschema of subschemas)
        checkKeywords(value, subschema);
    checkDraft(value, schema);
    if (problems.count === before) {
        for (const subschema of subschemas)
            checkTypes(value, subschema);
        checkStrictly(value, schema);
    }
    return problems.count === before ? schema : undefined;
}
/** A schema, which need not be valid, and all schemas inside it. */
function subschemasOf(schema, domain, path = [], around) {
    const types = (0,_column_domain_js__WEBPACK_IMPORTED_MODULE_4__/* .namedTypes */ .J3)(schema)?.filter((type) => around?.includes(type) !== false) ?? around ?? (0,_column_domain_js__WEBPACK_IMPORTED_MODULE_4__/* .jsonTypes */ .Qv)(domain);
    const found = [{ path, schema, domain, types }];
    (0,_keywords_js__WEBPACK_IMPORTED_MODULE_5__/* .mapSubschemas */ .TY)(schema, (inside, keyword, name) => {
        if ((0,_json_js__WEBPACK_IMPORTED_MODULE_8__/* .isObject */ .Gv)(inside)) {
            const steps = [...path, keyword, ...(name === undefined ? [] : [name])];
            const members = (0,_column_domain_js__WEBPACK_IMPORTED_MODULE_4__/* .memberDomain */ .nK)(keyword, name, domain);
            found.push(...subschemasOf(inside, members ?? domain, steps, members === undefined ? types : undefined));
        }
        return inside;
    });
    return found;
}
/** Checks the keywords of one schema, but not of those inside it. */
function checkKeywords(value, subschema) {
    const { schema, path } = subschema;
    for (const [keyword, under] of Object.entries(schema)) {
        const inside = [...path, keyword];
        if (!_keywords_js__WEBPACK_IMPORTED_MODULE_5__/* .KEYWORDS */ .d6.includes(keyword))
            reportUnknown(keyword, value, (0,_files_yaml_json_js__WEBPACK_IMPORTED_MODULE_1__/* .keyOffsetAt */ .E0)(value, inside));
        else
            checkValue(under, keyword, { ...subschema, place: (0,_files_yaml_json_js__WEBPACK_IMPORTED_MODULE_1__/* .valueAt */ .fK)(value, inside) });
    }
    for (const [least, most] of BOUNDS) {
        const [low, high] = [(0,_json_js__WEBPACK_IMPORTED_MODULE_8__/* .property */ .MZ)(schema, least), (0,_json_js__WEBPACK_IMPORTED_MODULE_8__/* .property */ .MZ)(schema, most)];
        if (typeof low !== 'number' || typeof high !== 'number' || low < high)
            continue;
        if (low === high && !least.startsWith('ex') && !most.startsWith('ex'))
            continue;
        const message = `No value has ${least} ${low} and ${most} ${high}.`;
        (0,_files_yaml_json_js__WEBPACK_IMPORTED_MODULE_1__/* .valueAt */ .fK)(value, [...path, least]).report(message, 'Check whether the two are swapped.');
    }
}
function checkValue(under, keyword, context) {
    const { schema, domain, path, place } = context;
    if (keyword === 'pattern' && typeof under === 'string')
        checkPattern(under, place);
    else if (keyword === 'format' && typeof under === 'string')
        checkFormat(under, place);
    else if (keyword === 'type' && !path.includes('not'))
        checkType(under, schema, domain, place);
    else if ((0,_relative_dates_js__WEBPACK_IMPORTED_MODULE_7__/* .isDateLimit */ .Gu)(keyword))
        checkDateLimit(under, schema, place);
    else if (keyword === 'const')
        checkPossible(under, domain, place);
    else if (keyword === 'enum' && Array.isArray(under)) {
        for (const [at, one] of under.entries())
            checkPossible(one, domain, (0,_files_yaml_json_js__WEBPACK_IMPORTED_MODULE_1__/* .valueAt */ .fK)(place, [at]));
    }
    else if ((keyword === 'properties' || keyword === 'patternProperties') && (0,_json_js__WEBPACK_IMPORTED_MODULE_8__/* .isObject */ .Gv)(under)) {
        for (const name of Object.keys(under)) {
            const offset = (0,_files_yaml_json_js__WEBPACK_IMPORTED_MODULE_1__/* .keyOffsetAt */ .E0)(place, [name]);
            if (name === '__proto__') {
                place.report('A schema cannot be about a member called "__proto__".', 'Remove it.', offset);
            }
            else if (keyword === 'patternProperties')
                checkPattern(name, new _files_yaml_value_js__WEBPACK_IMPORTED_MODULE_2__/* .YamlValue */ .rI(null, offset, name, place.problems));
        }
    }
}
function reportUnknown(keyword, value, offset) {
    const unsupported = _keywords_js__WEBPACK_IMPORTED_MODULE_5__/* .UNSUPPORTED_KEYWORDS */ .$Z.get(keyword);
    if (unsupported !== undefined) {
        return value.report(`The keyword ${(0,_text_display_js__WEBPACK_IMPORTED_MODULE_9__/* .shownText */ .f$)(keyword)} is not supported.`, unsupported, offset);
    }
    const hint = (0,_text_did_you_mean_js__WEBPACK_IMPORTED_MODULE_10__/* .suggestion */ .h)(_keywords_js__WEBPACK_IMPORTED_MODULE_5__/* .KEYWORD_SYNONYMS */ .pz.get(keyword.toLowerCase()) ?? keyword, _keywords_js__WEBPACK_IMPORTED_MODULE_5__/* .KEYWORDS */ .d6) +
        'The keywords are those of draft 2020-12, such as const, enum, pattern, minimum and not.';
    return value.report(`${(0,_text_display_js__WEBPACK_IMPORTED_MODULE_9__/* .shownText */ .f$)(keyword)} is not a keyword of JSON Schema.`, hint, offset);
}
function checkPattern(pattern, place) {
    if (pattern.length > MAX_PATTERN_LENGTH) {
        const hint = 'Shorten it. A list of values belongs under enum.';
        place.reject(`is longer than ${MAX_PATTERN_LENGTH} characters.`, hint);
        return;
    }
    const problem = (0,_pattern_js__WEBPACK_IMPORTED_MODULE_6__/* .patternProblem */ .AL)(pattern);
    if (problem === undefined)
        return;
    const reason = (0,_text_display_js__WEBPACK_IMPORTED_MODULE_9__/* .shownText */ .f$)(problem.message).slice(1, -1);
    const offset = (0,_files_yaml_value_js__WEBPACK_IMPORTED_MODULE_2__/* .offsetInText */ .IK)(place, problem.at);
    place.report(`${(0,_text_display_js__WEBPACK_IMPORTED_MODULE_9__/* .shownText */ .f$)(place.name)} is not a valid pattern: ${reason}.`, problem.hint, offset);
}
function checkFormat(format, place) {
    if (FORMATS.includes(format))
        return;
    const hint = `${(0,_text_did_you_mean_js__WEBPACK_IMPORTED_MODULE_10__/* .suggestion */ .h)(format, FORMATS)}The formats are: ${FORMATS.join(', ')}.`;
    place.report(`There is no format ${(0,_text_display_js__WEBPACK_IMPORTED_MODULE_9__/* .shownText */ .f$)(format)}.`, hint);
}
/** Under `not`, a type that the column lacks makes a rule that checks nothing: `validate` warns of that. */
function checkType(type, schema, domain, place) {
    const names = (0,_column_domain_js__WEBPACK_IMPORTED_MODULE_4__/* .namedTypes */ .J3)(schema)?.filter((name) => TYPES.includes(name)) ?? [];
    const possible = (0,_column_domain_js__WEBPACK_IMPORTED_MODULE_4__/* .jsonTypes */ .Qv)(domain);
    if (names.length === 0 || names.some((name) => possible.includes(name)))
        return;
    const hint = 'Use a type that the column has, or name another column.';
    place.reject(`cannot be ${(0,_files_yaml_json_js__WEBPACK_IMPORTED_MODULE_1__/* .shownJson */ .oB)(type)}: the column holds ${(0,_column_domain_js__WEBPACK_IMPORTED_MODULE_4__/* .domainText */ .QI)(domain)}.`, hint);
}
function checkDateLimit(limit, { format }, place) {
    if (typeof format !== 'string' || !DATE_FORMATS.includes(format)) {
        const hint = 'Add "format: date-time", or "format: date" for a column of days.';
        place.reject('needs a format of dates or times beside it.', hint);
    }
    else if (!(0,_relative_dates_js__WEBPACK_IMPORTED_MODULE_7__/* .isRelativeDate */ .Dj)(limit, format) && (typeof limit !== 'string' || !(0,_cell_schema_js__WEBPACK_IMPORTED_MODULE_3__/* .compileCell */ .CH)({ format })(limit))) {
        const hint = `Write today, today+30d, today-7d${format === 'date' ? '' : ', now'}, or a value in the format ${format}.`;
        place.reject(`cannot be ${(0,_files_yaml_json_js__WEBPACK_IMPORTED_MODULE_1__/* .shownJson */ .oB)(limit)}.`, hint);
    }
}
function checkPossible(value, domain, place) {
    const hint = (0,_column_domain_js__WEBPACK_IMPORTED_MODULE_4__/* .outsideDomain */ .qy)(value, domain);
    if (hint !== undefined)
        place.reject(`cannot be ${(0,_files_yaml_json_js__WEBPACK_IMPORTED_MODULE_1__/* .shownJson */ .oB)(value)}: the column never has this value.`, hint);
}
const forDraft = (0,_cell_schema_js__WEBPACK_IMPORTED_MODULE_3__/* .newAjv */ .y4)();
/** Validates against the draft's meta-schema. https://json-schema.org/draft/2020-12/schema */
function checkDraft(value, schema) {
    if (forDraft.validateSchema(schema) !== false)
        return;
    const [error] = forDraft.errors ?? [];
    if (error === undefined)
        return;
    const path = (0,_files_yaml_json_js__WEBPACK_IMPORTED_MODULE_1__/* .pointerPath */ .hw)(error.instancePath);
    const wrong = (0,_files_yaml_json_js__WEBPACK_IMPORTED_MODULE_1__/* .valueAt */ .fK)(value, path);
    const types = error.params.type;
    if (Array.isArray(types) && types.includes('object')) {
        rejectNoSchema(wrong);
        return;
    }
    const shown = (0,_files_yaml_json_js__WEBPACK_IMPORTED_MODULE_1__/* .jsonValue */ .IL)(wrong) ?? null;
    const isType = path.includes('type') && error.keyword === 'enum';
    const meant = isType && typeof shown === 'string' ? (0,_text_did_you_mean_js__WEBPACK_IMPORTED_MODULE_10__/* .suggestion */ .h)(shown, TYPES) : '';
    const allowed = isType ? `must be one of ${TYPES.join(', ')}` : (error.message ?? '');
    wrong.reject(`cannot be ${(0,_files_yaml_json_js__WEBPACK_IMPORTED_MODULE_1__/* .shownJson */ .oB)(shown)}.`, `${meant}It ${allowed}.`);
}
/** Finds keywords that are about values of other types than the schema, so that every value meets them. */
function checkTypes(value, { schema, path, domain, types }) {
    for (const keyword of Object.keys(schema)) {
        const wanted = _keywords_js__WEBPACK_IMPORTED_MODULE_5__/* .TYPES_OF_KEYWORDS */ .$c.get(keyword);
        // Some formats are of numbers.
        if (wanted === undefined || types.includes(wanted) || (keyword === 'format' && types.includes('number')))
            continue;
        const other = { maxLength: 'maxItems', minLength: 'minItems', maxItems: 'maxLength', minItems: 'minLength' }[keyword];
        (0,_files_yaml_json_js__WEBPACK_IMPORTED_MODULE_1__/* .valueAt */ .fK)(value, [...path, keyword]).report(`"${keyword}" has no effect: it is about values of type ${wanted}, and the column holds ${(0,_column_domain_js__WEBPACK_IMPORTED_MODULE_4__/* .domainText */ .QI)(domain)}.`, other === undefined
            ? 'Use a keyword for that type, such as const or enum, or "items" for the values in a list.'
            : `Did you mean "${other}"?`);
    }
}
/** Compiles in Ajv's strict mode. https://ajv.js.org/strict-mode.html */
function checkStrictly(value, schema) {
    try {
        (0,_cell_schema_js__WEBPACK_IMPORTED_MODULE_3__/* .compileCell */ .CH)((0,_relative_dates_js__WEBPACK_IMPORTED_MODULE_7__/* .resolveDates */ .EX)(schema, 0));
    }
    catch (error) {
        const reason = error instanceof Error ? error.message.replace('strict mode: ', '') : '';
        value.reject(`is not a valid schema: ${(0,_text_display_js__WEBPACK_IMPORTED_MODULE_9__/* .shownText */ .f$)(reason).slice(1, -1)}.`, 'See https://json-schema.org/draft/2020-12/json-schema-validation for the keywords.');
    }
}
/** Suggests a schema in place of the value that was written instead of one. */
function rejectNoSchema(value) {
    const { node } = value;
    const scalar = (0,yaml__WEBPACK_IMPORTED_MODULE_0__/* .isScalar */ .jn)(node) ? (0,_files_yaml_json_js__WEBPACK_IMPORTED_MODULE_1__/* .jsonValue */ .IL)(value) : null;
    if ((0,yaml__WEBPACK_IMPORTED_MODULE_0__/* .isSeq */ .oP)(node)) {
        const hint = 'Write { enum: [...] } if the cell may have one of several values.';
        return value.reject('must be a JSON Schema, not a list.', hint);
    }
    if (scalar === null || scalar === undefined) {
        return value.reject('has no value.', 'Write { const: null } if the cell must be blank.');
    }
    const kind = typeof scalar === 'string' ? 'text' : typeof scalar === 'boolean' ? 'true or false' : 'a number';
    const hint = typeof scalar === 'string' && TYPES.includes(scalar)
        ? `Write { type: ${scalar} } if the cell must be of that type.`
        : `Write { const: ${asWritten(value)} } if the cell must have that value.`;
    return value.reject(`must be a JSON Schema, not ${kind}.`, hint);
}
function asWritten({ node }) {
    if (!(0,yaml__WEBPACK_IMPORTED_MODULE_0__/* .isScalar */ .jn)(node))
        return '...';
    const plain = node.type === yaml__WEBPACK_IMPORTED_MODULE_0__/* .Scalar */ .X5.PLAIN && typeof node.source === 'string' ? node.source : undefined;
    return plain !== undefined && !/[,{}[\]]/.test(plain) ? (0,_text_display_js__WEBPACK_IMPORTED_MODULE_9__/* .shownText */ .f$)(plain).slice(1, -1) : (0,_text_display_js__WEBPACK_IMPORTED_MODULE_9__/* .shownText */ .f$)(String(node.value));
}


/***/ }),

/***/ 42190:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   J3: () => (/* binding */ namedTypes),
/* harmony export */   LG: () => (/* binding */ ANY_VALUE),
/* harmony export */   QI: () => (/* binding */ domainText),
/* harmony export */   Qv: () => (/* binding */ jsonTypes),
/* harmony export */   WQ: () => (/* binding */ isAlwaysTrue),
/* harmony export */   nK: () => (/* binding */ memberDomain),
/* harmony export */   qy: () => (/* binding */ outsideDomain)
/* harmony export */ });
/* harmony import */ var node_util__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(57975);
/* harmony import */ var node_util__WEBPACK_IMPORTED_MODULE_0___default = /*#__PURE__*/__webpack_require__.n(node_util__WEBPACK_IMPORTED_MODULE_0__);
/* harmony import */ var _files_yaml_json_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(57835);
/* harmony import */ var _json_js__WEBPACK_IMPORTED_MODULE_6__ = __webpack_require__(8301);
/* harmony import */ var _text_did_you_mean_js__WEBPACK_IMPORTED_MODULE_8__ = __webpack_require__(63180);
/* harmony import */ var _text_numbers_js__WEBPACK_IMPORTED_MODULE_7__ = __webpack_require__(92613);
/* harmony import */ var _cell_schema_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(69507);
/* harmony import */ var _keywords_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(9131);
/* harmony import */ var _pattern_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(26005);
/* harmony import */ var _spelling_js__WEBPACK_IMPORTED_MODULE_5__ = __webpack_require__(88105);









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
    const names = type === undefined ? undefined : (namedTypes(type) ?? valuesIn(type)?.map(typeOf));
    if (names === undefined)
        return JSON_TYPES;
    return [...new Set([...names, ...(blank ? ['null'] : [])])];
}
/** The names under `type`, with `number` for `integer`; undefined if there are none. */
function namedTypes(schema) {
    const names = typeNames(schema);
    return names.length === 0 ? undefined : names.map((name) => (name === 'integer' ? 'number' : name));
}
/** The domain of the schemas under a keyword; undefined if they are about the same value as the schema around them. */
function memberDomain(keyword, name, { type }) {
    switch (keyword) {
        case 'items':
        case 'contains':
        case 'prefixItems': {
            const items = (0,_json_js__WEBPACK_IMPORTED_MODULE_6__/* .property */ .MZ)(type, 'items');
            return (0,_json_js__WEBPACK_IMPORTED_MODULE_6__/* .isObject */ .Gv)(items) ? { type: items, blank: false } : ANY_VALUE;
        }
        case 'properties': {
            const member = (0,_json_js__WEBPACK_IMPORTED_MODULE_6__/* .property */ .MZ)((0,_json_js__WEBPACK_IMPORTED_MODULE_6__/* .property */ .MZ)(type, 'properties'), String(name));
            return (0,_json_js__WEBPACK_IMPORTED_MODULE_6__/* .isObject */ .Gv)(member) ? { type: member, blank: true } : ANY_VALUE;
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
    const values = valuesIn(type) ?? [];
    if (values.length > 0)
        return (0,_text_numbers_js__WEBPACK_IMPORTED_MODULE_7__/* .listed */ .KE)(values.map(plain), 'or');
    const items = (0,_json_js__WEBPACK_IMPORTED_MODULE_6__/* .property */ .MZ)(type, 'items');
    const names = typeNames(type);
    if (names.includes('array') && (0,_json_js__WEBPACK_IMPORTED_MODULE_6__/* .isObject */ .Gv)(items))
        return `lists of ${domainText({ type: items, blank: false })}`;
    if (names.length === 0)
        return 'the values of its type';
    const examples = (0,_json_js__WEBPACK_IMPORTED_MODULE_6__/* .property */ .MZ)(type, 'examples');
    const example = Array.isArray(examples) ? examples[0] : undefined;
    const nouns = names.map((name) => NOUNS[name] ?? name);
    return (0,_text_numbers_js__WEBPACK_IMPORTED_MODULE_7__/* .listed */ .KE)(nouns, 'or') + (example === undefined ? '' : ` such as ${plain(example)}`);
}
/** What to write instead of a value of `const` or `enum` that the domain lacks; undefined if the domain has the value. */
function outsideDomain(value, domain) {
    const { type, blank } = domain;
    if (type === undefined || (value === null && blank))
        return undefined;
    const accepts = (0,_cell_schema_js__WEBPACK_IMPORTED_MODULE_2__/* .compileCell */ .CH)(type);
    const spelling = new _spelling_js__WEBPACK_IMPORTED_MODULE_5__/* .Spelling */ .Z(type);
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
    return (0,_text_did_you_mean_js__WEBPACK_IMPORTED_MODULE_8__/* .suggestion */ .h)(value, (0,_spelling_js__WEBPACK_IMPORTED_MODULE_5__/* .enumTexts */ .W)(type));
}
function scalarIn(text) {
    const folded = text.trim().toLowerCase();
    if (folded === 'true' || folded === 'false')
        return folded === 'true';
    return /^-?\d+(?:\.\d+)?$/.test(folded) ? Number(folded) : undefined;
}
function typeNames(type) {
    const named = (0,_json_js__WEBPACK_IMPORTED_MODULE_6__/* .property */ .MZ)(type, 'type');
    return (Array.isArray(named) ? named : [named]).filter((name) => typeof name === 'string');
}
function valuesIn(type) {
    const only = (0,_json_js__WEBPACK_IMPORTED_MODULE_6__/* .property */ .MZ)(type, 'const');
    const values = (0,_json_js__WEBPACK_IMPORTED_MODULE_6__/* .property */ .MZ)(type, 'enum') ?? (only === undefined ? undefined : [only]);
    return Array.isArray(values) ? values : undefined;
}
function typeOf(value) {
    if (value === null)
        return 'null';
    return Array.isArray(value) ? 'array' : typeof value;
}
function plain(value) {
    return typeof value === 'string' ? (0,_files_yaml_json_js__WEBPACK_IMPORTED_MODULE_1__/* .shownJson */ .oB)(value).slice(1, -1) : (0,_files_yaml_json_js__WEBPACK_IMPORTED_MODULE_1__/* .shownJson */ .oB)(value);
}
/** All characters of the Basic Multilingual Plane except surrogates in a text, and those of European languages one by one. */
const CHARACTERS = Array.from({ length: 0xd800 }, (_, code) => String.fromCharCode(code));
const SAMPLES = [CHARACTERS.join(''), '日', ...CHARACTERS.slice(0, 0x180)];
/**
 * Whether every value of a column meets a schema, so that it checks nothing. False if that is uncertain.
 *
 * @param schema valid
 */
function isAlwaysTrue(schema, domain) {
    if (!(0,_json_js__WEBPACK_IMPORTED_MODULE_6__/* .isObject */ .Gv)(schema))
        return schema === true;
    return Object.entries(schema).every(([keyword, value]) => {
        if (_keywords_js__WEBPACK_IMPORTED_MODULE_3__/* .ANNOTATIONS */ .BC.has(keyword))
            return true;
        switch (keyword) {
            case 'type':
                return jsonTypes(domain).every((type) => namedTypes(schema)?.includes(type));
            case 'enum':
                return coversEnum(value, domain);
            case 'pattern':
                return typeof value === 'string' && matchesEverything(value, domain);
            case 'minLength':
            case 'minItems':
                // Texts are never empty: what is blank is null.
                return typeof value === 'number' && value <= Number((0,_json_js__WEBPACK_IMPORTED_MODULE_6__/* .property */ .MZ)(domain.type, keyword) ?? 0);
            case 'not':
                return isNeverTrue(value, domain);
            case 'allOf':
                return Array.isArray(value) && value.every((one) => isAlwaysTrue(one, domain));
            case 'anyOf':
                return Array.isArray(value) && (value.some((one) => isAlwaysTrue(one, domain)) || hasComplements(value));
            case 'oneOf':
                return Array.isArray(value) && isExactlyOneTrue(value, domain);
            case 'if':
                return ['then', 'else'].every((branch) => isAlwaysTrue((0,_json_js__WEBPACK_IMPORTED_MODULE_6__/* .property */ .MZ)(schema, branch) ?? true, domain));
            case 'then':
            case 'else':
                return true;
            case 'items':
            case 'additionalProperties':
                return isAlwaysTrue(value, ANY_VALUE);
            case 'properties':
            case 'patternProperties':
                return (0,_json_js__WEBPACK_IMPORTED_MODULE_6__/* .isObject */ .Gv)(value) && Object.values(value).every((one) => isAlwaysTrue(one, ANY_VALUE));
            case 'uniqueItems':
                return value === false;
            default:
                return false;
        }
    });
}
/** Under `not`, a type that the column lacks. */
function isNeverTrue(schema, domain) {
    if (!(0,_json_js__WEBPACK_IMPORTED_MODULE_6__/* .isObject */ .Gv)(schema))
        return schema === false;
    return namedTypes(schema)?.some((type) => jsonTypes(domain).includes(type)) === false;
}
/** Whether one of the schemas is another one under "not". */
function hasComplements(schemas) {
    return schemas.some((schema) => {
        const complement = (0,_json_js__WEBPACK_IMPORTED_MODULE_6__/* .isObject */ .Gv)(schema) && Object.keys(schema).length === 1 ? schema.not : undefined;
        return complement !== undefined && schemas.some((one) => (0,node_util__WEBPACK_IMPORTED_MODULE_0__.isDeepStrictEqual)(one, complement));
    });
}
function isExactlyOneTrue(schemas, domain) {
    if (schemas.length === 2 && hasComplements(schemas))
        return true;
    const others = schemas.filter((schema) => !isNeverTrue(schema, domain));
    return others.length === 1 && others.every((schema) => isAlwaysTrue(schema, domain));
}
function coversEnum(values, { type, blank }) {
    const possible = (0,_json_js__WEBPACK_IMPORTED_MODULE_6__/* .property */ .MZ)(type, 'enum');
    if (!Array.isArray(values) || !Array.isArray(possible))
        return false;
    const folded = new Set(values.map((value) => JSON.stringify(value).toLowerCase()));
    return [...possible, ...(blank ? [null] : [])].every((value) => folded.has(JSON.stringify(value).toLowerCase()));
}
/** Cells are never empty texts, but items of lists and members of objects may be. */
function matchesEverything(pattern, domain) {
    const compiled = (0,_pattern_js__WEBPACK_IMPORTED_MODULE_4__/* .compilePattern */ .Eb)(pattern);
    return [...SAMPLES, ...(domain === ANY_VALUE ? [''] : [])].every((sample) => compiled.test(sample));
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

/** Instructions of a compiled pattern. The time for each character of a crafted text is proportional to them. */
const MAX_SIZE = 2500;
/**
 * Compiles a regular expression of RE2 (https://github.com/google/re2/wiki/Syntax), which takes time linear in the text:
 * mailbox owners write the texts, and crafted ones block a backtracking engine forever. Throws if RE2 does not support it.
 *
 * @param flags `i`: case does not count
 */
function compilePattern(source, flags = '') {
    const compiled = re2js__WEBPACK_IMPORTED_MODULE_0__/* .RE2JS */ .L3.compile(source, flags === 'i' ? re2js__WEBPACK_IMPORTED_MODULE_0__/* .RE2JS */ .L3.CASE_INSENSITIVE : 0);
    return { test: (text) => compiled.test(text), toString: () => source };
}
/** Why a pattern cannot be used; undefined if it can. */
function patternProblem(source) {
    const problem = syntaxProblem(source);
    if (problem !== undefined || re2js__WEBPACK_IMPORTED_MODULE_0__/* .RE2JS */ .L3.compile(source).programSize() <= MAX_SIZE)
        return problem;
    return {
        at: 0,
        message: 'its counts are too large',
        hint: 'Use smaller counts, write {6,} for {6,1000}, or use minLength and maxLength.',
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
/* harmony import */ var _text_numbers_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(92613);
/* harmony import */ var _keywords_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(9131);



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
        const day = new Date((Math.floor(now / _text_numbers_js__WEBPACK_IMPORTED_MODULE_2__/* .DAY_MS */ .sO) + Number(sign + days)) * _text_numbers_js__WEBPACK_IMPORTED_MODULE_2__/* .DAY_MS */ .sO).toISOString().slice(0, 10);
        return [keyword, format === 'date' ? day : `${day}T${atEnd ? '23:59:59.999' : '00:00:00'}Z`];
    }));
}


/***/ }),

/***/ 88105:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   W: () => (/* binding */ enumTexts),
/* harmony export */   Z: () => (/* binding */ Spelling)
/* harmony export */ });
/* harmony import */ var _json_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(8301);
/* harmony import */ var _keywords_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(9131);
var _a;


/** Keywords whose schemas apply to members of any name. */
const OF_ANY_MEMBER = new Set(['additionalProperties', 'unevaluatedProperties', 'patternProperties']);
/** The texts under `enum` of a column, directly or in an array. */
function enumTexts(type) {
    const values = (0,_json_js__WEBPACK_IMPORTED_MODULE_1__/* .property */ .MZ)(type, 'enum') ?? (0,_json_js__WEBPACK_IMPORTED_MODULE_1__/* .property */ .MZ)((0,_json_js__WEBPACK_IMPORTED_MODULE_1__/* .property */ .MZ)(type, 'items'), 'enum');
    return Array.isArray(values) ? values.filter((value) => typeof value === 'string') : [];
}
/**
 * One spelling for texts that differ only in case, so that a schema can compare values exactly although Graph varies their
 * case: Graph's documented spelling, and for unknown texts the first one seen.
 */
class Spelling {
    /** Maps a spelling, its lower case and other spellings of schemas to the one spelling. */
    #known = new Map();
    /** For the members of an object. */
    #members = new Map();
    #folds;
    /**
     * @param type what a column can hold, or a member of an object in it
     * @param folds whether texts are compared without case; for members, their types decide
     */
    constructor(type, folds = enumTexts(type).length > 0) {
        this.#folds = folds;
        for (const text of enumTexts(type))
            this.#text(text, true);
        const members = (0,_json_js__WEBPACK_IMPORTED_MODULE_1__/* .property */ .MZ)(type, 'properties');
        for (const [name, member] of Object.entries((0,_json_js__WEBPACK_IMPORTED_MODULE_1__/* .isObject */ .Gv)(members) ? members : {})) {
            if ((0,_json_js__WEBPACK_IMPORTED_MODULE_1__/* .isObject */ .Gv)(member))
                this.#members.set(name, new _a(member));
        }
    }
    /** The cell in the spelling that schemas compare. */
    cell(cell) {
        return this.#value(cell, false);
    }
    /** The schema with the texts under `const` and `enum` in the one spelling, at any depth. Adds unknown texts. */
    schema(schema) {
        return typeof schema === 'boolean' ? schema : this.#keywords(schema);
    }
    #keywords(schema) {
        const spelled = Object.entries(schema).map(([keyword, value]) => [
            keyword,
            keyword === 'const' || keyword === 'enum' ? this.#value(value, true) : value,
        ]);
        return (0,_keywords_js__WEBPACK_IMPORTED_MODULE_0__/* .mapSubschemas */ .TY)(Object.fromEntries(spelled), (inside, keyword, name) => {
            if (!(0,_json_js__WEBPACK_IMPORTED_MODULE_1__/* .isObject */ .Gv)(inside))
                return inside;
            const members = OF_ANY_MEMBER.has(keyword) ? [this, ...this.#members.values()] : [this];
            // Values deeper inside members without a type are compared with case.
            const own = keyword === 'properties' ? [this.#members.get(String(name)) ?? new _a(undefined)] : members;
            return own.reduce((found, spelling) => spelling.#keywords(found), inside);
        });
    }
    #value(value, learn) {
        if (typeof value === 'string')
            return this.#text(value, learn);
        if (Array.isArray(value))
            return value.map((element) => this.#value(element, learn));
        if (!(0,_json_js__WEBPACK_IMPORTED_MODULE_1__/* .isObject */ .Gv)(value) || this.#members.size === 0)
            return value;
        const members = Object.entries(value).map(([name, member]) => {
            const spelling = this.#members.get(name);
            return [name, spelling === undefined ? member : spelling.#value(member, learn)];
        });
        return Object.fromEntries(members);
    }
    #text(text, learn) {
        if (!this.#folds)
            return text;
        const spelled = this.#known.get(text) ?? this.#known.get(text.toLowerCase()) ?? text;
        if (learn)
            this.#known.set(spelled, spelled).set(text, spelled).set(text.toLowerCase(), spelled);
        return spelled;
    }
}
_a = Spelling;


/***/ })

};
