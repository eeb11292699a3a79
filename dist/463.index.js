export const id = 463;
export const ids = [463];
export const modules = {

/***/ 88397:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   checkRetirementsFile: () => (/* binding */ checkRetirementsFile),
/* harmony export */   parseRetirements: () => (/* binding */ parseRetirements)
/* harmony export */ });
/* unused harmony export RETIREMENTS */
/* harmony import */ var yaml__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(38815);
/* harmony import */ var _files_fields_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(59682);
/* harmony import */ var _files_workspace_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(79622);
/* harmony import */ var _files_yaml_file_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(25948);
/* harmony import */ var _built_in_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(33278);
/* harmony import */ var _column_schemas_js__WEBPACK_IMPORTED_MODULE_5__ = __webpack_require__(28384);






const DAY = /^[0-9]{4}-(?:0[1-9]|1[0-2])-(?:0[1-9]|[12][0-9]|3[01])$/;
const DAY_OR_MONTH = /^[0-9]{4}-(?:0[1-9]|1[0-2])(?:-(?:0[1-9]|[12][0-9]|3[01]))?$/;
const isDate = (date) => new Date(date).toISOString().startsWith(date);
const DATE = (0,_files_fields_js__WEBPACK_IMPORTED_MODULE_1__/* .text */ .Qq)({
    pattern: DAY_OR_MONTH,
    accepts: (date) => DAY_OR_MONTH.test(date) && isDate(date),
    hint: () => 'Write a day such as 2026-12-31, or a month such as 2027-03.',
});
const DATES = (0,_files_fields_js__WEBPACK_IMPORTED_MODULE_1__/* .record */ .g1)({
    announced: { is: DATE, description: 'When it was announced.', examples: ['2024-04-15'] },
    'default-off': {
        is: DATE,
        description: 'When it is off unless an administrator allows it.',
        examples: ['2026-12-31'],
    },
    removed: { is: DATE, description: 'When it ends.', examples: ['2027-04'] },
});
const DETECTION = (0,_files_fields_js__WEBPACK_IMPORTED_MODULE_1__/* .record */ .g1)({
    report: {
        is: (0,_files_fields_js__WEBPACK_IMPORTED_MODULE_1__/* .later */ .NU)({ type: 'string' }),
        required: true,
        description: 'The report that shows it: a built-in report, or the name in a report file.',
        examples: [..._built_in_js__WEBPACK_IMPORTED_MODULE_4__/* .builtInReports */ .v.keys()],
    },
    when: {
        is: _column_schemas_js__WEBPACK_IMPORTED_MODULE_5__/* .COLUMN_SCHEMAS */ .QH,
        required: true,
        description: 'The rows of affected mailboxes: columns, each with a JSON Schema that its cell must meet.',
        examples: [{ SmtpUsed: { const: 'yes' } }],
    },
    found: {
        is: (0,_files_fields_js__WEBPACK_IMPORTED_MODULE_1__/* .line */ .n8)(200),
        description: 'What affected mailboxes do, after their number.',
        default: 'are affected',
        examples: ['used SMTP AUTH in the last 30 days'],
    },
});
const RETIREMENT = (0,_files_fields_js__WEBPACK_IMPORTED_MODULE_1__/* .record */ .g1)({
    id: {
        is: (0,_files_fields_js__WEBPACK_IMPORTED_MODULE_1__/* .text */ .Qq)({
            pattern: /^[A-Za-z0-9][A-Za-z0-9._-]{0,99}$/,
            hint: () => 'Use up to 100 letters, digits, hyphens, dots and underscores.',
        }),
        required: true,
        description: 'Names the retirement.',
        examples: ['smtp-auth-basic'],
    },
    title: { is: (0,_files_fields_js__WEBPACK_IMPORTED_MODULE_1__/* .line */ .n8)(200), required: true, description: 'A heading.', examples: ['SMTP AUTH'] },
    what: {
        is: (0,_files_fields_js__WEBPACK_IMPORTED_MODULE_1__/* .line */ .n8)(200),
        required: true,
        description: 'What ends, as the subject of a sentence.',
        examples: ['Basic authentication for SMTP AUTH'],
    },
    dates: { is: DATES, required: true, description: 'When, as far as it is announced.' },
    source: {
        is: (0,_files_fields_js__WEBPACK_IMPORTED_MODULE_1__/* .text */ .Qq)({
            pattern: /^https:\/\/[^\s<>"'`|\\]+$/,
            maxLength: 2000,
            accepts: (address) => URL.canParse(address),
            hint: () => 'Give the whole address of a page, beginning with https://.',
        }),
        required: true,
        description: 'The page that says so.',
        examples: ['https://techcommunity.microsoft.com/blog/exchange/'],
    },
    'as-of': {
        is: (0,_files_fields_js__WEBPACK_IMPORTED_MODULE_1__/* .text */ .Qq)({
            pattern: DAY,
            accepts: (day) => DAY.test(day) && isDate(day),
            hint: () => 'Write a day such as 2026-11-28.',
        }),
        required: true,
        description: 'The day on which the source was read.',
        examples: ['2026-11-28'],
    },
    detect: { is: DETECTION, required: true, description: 'How the affected mailboxes are found.' },
});
const LIST = (0,_files_fields_js__WEBPACK_IMPORTED_MODULE_1__/* .list */ .p_)(RETIREMENT, { noun: 'retirement', maxItems: 200, hint: 'Leave some out.' });
/** The keys of a list of retirements. */
const RETIREMENTS = (0,_files_fields_js__WEBPACK_IMPORTED_MODULE_1__/* .record */ .g1)({
    retirements: { is: LIST, required: true, description: 'What Microsoft retires.' },
});
/**
 * Parses a list of retirements, under the key `retirements` or alone.
 *
 * @param reports those of the run. An entry may be about another report: then it does not apply
 */
function parseRetirements(content, file, reports = []) {
    const known = new Map([..._built_in_js__WEBPACK_IMPORTED_MODULE_4__/* .builtInReports */ .v, ...reports.map((report) => [report.name, report])]);
    return (0,_files_yaml_file_js__WEBPACK_IMPORTED_MODULE_3__/* .readYaml */ .g)(content, file, 'RETIREMENTS_FILE', (root) => {
        const entries = (0,yaml__WEBPACK_IMPORTED_MODULE_0__/* .isSeq */ .oP)(root.node) ? LIST.read(root) : RETIREMENTS.read(root)?.get('retirements');
        return entries?.flatMap((entry) => retirementOf(entry, known) ?? []);
    });
}
function retirementOf(entry, known) {
    const [id, title, what] = [entry.get('id'), entry.get('title'), entry.get('what')];
    const [dates, source, asOf] = [entry.get('dates'), entry.get('source'), entry.get('as-of')];
    const detect = entry.get('detect');
    const [announced, defaultOff, removed] = [dates?.get('announced'), dates?.get('default-off'), dates?.get('removed')];
    const [report, found = 'are affected'] = [detect?.get('report')?.text(), detect?.get('found')];
    const conditions = detect?.get('when');
    const about = { report: known.get(report ?? ''), reports: [...known.values()] };
    const when = conditions && (0,_column_schemas_js__WEBPACK_IMPORTED_MODULE_5__/* .columnSchemas */ .Vo)(conditions, about);
    if (id === undefined || title === undefined || what === undefined || source === undefined)
        return undefined;
    if (asOf === undefined || report === undefined || when === undefined)
        return undefined;
    return { id, title, what, dates: { announced, defaultOff, removed }, source, asOf, detect: { report, when, found } };
}
/** Reads a list of retirements in the workspace. The code of its problems is `RETIREMENTS_FILE`. */
function checkRetirementsFile(file, workspace, reports) {
    const wanted = { code: 'RETIREMENTS_FILE', noun: 'list of retirements', input: 'retirements' };
    return (0,_files_workspace_js__WEBPACK_IMPORTED_MODULE_2__/* .checkWorkspaceFile */ .K$)(file, workspace, { ...wanted, extensions: ['yml', 'yaml'] }, (bytes, shown) => parseRetirements(bytes, shown, reports));
}


/***/ }),

/***/ 9131:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   $Z: () => (/* binding */ UNSUPPORTED_KEYWORDS),
/* harmony export */   $c: () => (/* binding */ TYPES_OF_KEYWORDS),
/* harmony export */   BC: () => (/* binding */ ANNOTATIONS),
/* harmony export */   TY: () => (/* binding */ mapSubschemas),
/* harmony export */   Tp: () => (/* binding */ typeThatRefusesBlank),
/* harmony export */   d6: () => (/* binding */ KEYWORDS),
/* harmony export */   pz: () => (/* binding */ KEYWORD_SYNONYMS)
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
/** The JSON type that a keyword is about. Other keywords are about values of any type. */
const TYPES_OF_KEYWORDS = new Map(KEYWORDS_OF_TYPES.flatMap(([type, keywords]) => keywords.map((keyword) => [keyword, type])));
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
/** What to do about a keyword of JSON Schema that is not supported. */
const UNSUPPORTED_KEYWORDS = new Map([
    ['$ref', NO_REFERENCES],
    ['$dynamicRef', NO_REFERENCES],
    ['$id', NO_REFERENCES],
    ['id', NO_REFERENCES],
    ['$anchor', NO_REFERENCES],
    ['$dynamicAnchor', NO_REFERENCES],
    ['$defs', NO_REFERENCES],
    ['definitions', NO_REFERENCES],
    ['$schema', ONE_DRAFT],
    ['$vocabulary', ONE_DRAFT],
    ['dependencies', 'Use dependentRequired or dependentSchemas.'],
    ['additionalItems', 'Use prefixItems and items.'],
    ['nullable', 'Add "null" to the list under "type".'],
]);
/** Words of other languages for keywords. */
const KEYWORD_SYNONYMS = new Map([
    ['equals', 'const'],
    ['equal', 'const'],
    ['eq', 'const'],
    ['is', 'const'],
    ['value', 'const'],
    ['in', 'enum'],
    ['values', 'enum'],
    ['regex', 'pattern'],
    ['regexp', 'pattern'],
    ['match', 'pattern'],
    ['matches', 'pattern'],
    ['min', 'minimum'],
    ['max', 'maximum'],
]);
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
    const types = keywords.map((keyword) => TYPES_OF_KEYWORDS.get(keyword));
    return types.includes(undefined) ? undefined : types[0];
}


/***/ })

};
