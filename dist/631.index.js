export const id = 631;
export const ids = [631];
export const modules = {

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

/***/ 17782:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   Ap: () => (/* binding */ crossedNumbers),
/* harmony export */   E2: () => (/* binding */ numberUnder),
/* harmony export */   RX: () => (/* binding */ crossedBounds)
/* harmony export */ });
/* harmony import */ var _json_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(8301);

const PAIRS = [
    ['minLength', 'maxLength', 'string', 'no text has'],
    ['minItems', 'maxItems', 'array', 'no list has'],
    ['minProperties', 'maxProperties', 'object', 'no object has'],
];
/** The bounds in a schema that rule each other out; what stands in schemas inside it does not count. */
function crossedBounds(schema) {
    const found = [];
    const numbers = crossedNumbers([schema]);
    if (numbers !== undefined)
        found.push(numbers);
    for (const [least, most, type, none] of PAIRS) {
        const [low, high] = [numberUnder(schema, least), numberUnder(schema, most)];
        if (low === undefined || high === undefined || low <= high)
            continue;
        found.push({ keyword: least, type, reason: `${none} at least ${low} and at most ${high}` });
    }
    const contains = (0,_json_js__WEBPACK_IMPORTED_MODULE_0__/* .property */ .MZ)(schema, 'contains');
    const [low, high] = [numberUnder(schema, 'minContains') ?? 1, numberUnder(schema, 'maxContains')];
    if (contains !== undefined && high !== undefined && low > high) {
        const keyword = (0,_json_js__WEBPACK_IMPORTED_MODULE_0__/* .property */ .MZ)(schema, 'minContains') === undefined ? 'maxContains' : 'minContains';
        found.push({ keyword, type: 'array', reason: `no list contains at least ${low} and at most ${high}` });
    }
    return found;
}
/** The same of the numbers that several schemas ask for together. */
function crossedNumbers(schemas, whole = false) {
    const leasts = schemas.flatMap((schema) => bound(schema, 'minimum', 'exclusiveMinimum'));
    const mosts = schemas.flatMap((schema) => bound(schema, 'maximum', 'exclusiveMaximum'));
    for (const least of leasts) {
        for (const most of mosts) {
            if (!areCrossed(least, most, whole))
                continue;
            const reason = `no ${whole ? 'whole number' : 'number'} is ${least.excluded ? 'above' : 'at least'} ${least.limit}` +
                ` and ${most.excluded ? 'below' : 'at most'} ${most.limit}`;
            return { keyword: least.keyword, type: 'number', reason };
        }
    }
    return undefined;
}
function areCrossed(least, most, whole) {
    if (least.limit > most.limit)
        return true;
    if (least.limit === most.limit)
        return least.excluded || most.excluded || (whole && !Number.isInteger(least.limit));
    if (!whole)
        return false;
    const first = least.excluded ? Math.floor(least.limit) + 1 : Math.ceil(least.limit);
    const last = most.excluded ? Math.ceil(most.limit) - 1 : Math.floor(most.limit);
    return Number.isSafeInteger(first) && Number.isSafeInteger(last) && first > last;
}
function bound(schema, included, excluded) {
    return [included, excluded].flatMap((keyword) => {
        const limit = numberUnder(schema, keyword);
        return limit === undefined ? [] : [{ keyword, limit, excluded: keyword === excluded }];
    });
}
/** The number under a keyword of a schema; undefined where there is none. */
function numberUnder(schema, keyword) {
    const found = (0,_json_js__WEBPACK_IMPORTED_MODULE_0__/* .isObject */ .Gv)(schema) ? (0,_json_js__WEBPACK_IMPORTED_MODULE_0__/* .property */ .MZ)(schema, keyword) : undefined;
    return typeof found === 'number' ? found : undefined;
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

/***/ 99923:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  g: () => (/* binding */ cellSchema)
});

// EXTERNAL MODULE: ./node_modules/yaml/dist/index.js
var dist = __webpack_require__(38815);
// EXTERNAL MODULE: ./src/text/display.ts
var display = __webpack_require__(24745);
// EXTERNAL MODULE: ./src/text/did-you-mean.ts
var did_you_mean = __webpack_require__(63180);
// EXTERNAL MODULE: ./src/yaml/value.ts
var yaml_value = __webpack_require__(46202);
// EXTERNAL MODULE: ./src/schema/cell-schema.ts
var cell_schema = __webpack_require__(69507);
// EXTERNAL MODULE: ./src/schema/crossed-bounds.ts
var crossed_bounds = __webpack_require__(17782);
// EXTERNAL MODULE: ./src/schema/linear-pattern.ts + 3 modules
var linear_pattern = __webpack_require__(65413);
// EXTERNAL MODULE: ./src/yaml/json.ts
var yaml_json = __webpack_require__(20213);
;// CONCATENATED MODULE: ./src/schema/schema-keywords.ts
/** The JSON types, as `type` names them. */
const TYPES = ['null', 'boolean', 'object', 'array', 'number', 'integer', 'string'];
const ANY = { mustBe: 'a value', schema: {} };
const VALUE_LIST = { mustBe: 'a list of values', schema: { type: 'array' } };
const WHOLE = { mustBe: 'a whole number, 0 or more', schema: { type: 'integer', minimum: 0 } };
const TEXT = { mustBe: 'text', schema: { type: 'string' } };
const TRUTH = { mustBe: 'true or false', schema: { type: 'boolean' } };
const NUMBER = { mustBe: 'a number', schema: { type: 'number' } };
const ABOVE_0 = { mustBe: 'a number above 0', schema: { type: 'number', exclusiveMinimum: 0 } };
const PATTERN = { ...TEXT, mustBe: 'a regular expression as text' };
const FORMAT = { ...TEXT, mustBe: 'the name of a format' };
const NAMES = {
    mustBe: 'a list of names, each once',
    schema: { type: 'array', items: { type: 'string' }, uniqueItems: true },
};
const NAMES_BY_NAME = {
    mustBe: 'a mapping of names to lists of names, each once',
    schema: { type: 'object', additionalProperties: NAMES.schema },
};
const TYPE_NAMES = {
    mustBe: 'one or a list of null, boolean, object, array, number, integer and string, each once',
    schema: {
        anyOf: [{ enum: [...TYPES] }, { type: 'array', items: { enum: [...TYPES] }, minItems: 1, uniqueItems: true }],
    },
};
/**
 * The keywords of draft 2020-12 (https://json-schema.org/draft/2020-12/json-schema-validation) but those of references.
 * The draft's schema of schemas says the same of all of them at once, but takes longer to compile than a whole policy.
 */
const VALUES = {
    type: TYPE_NAMES,
    const: ANY,
    enum: VALUE_LIST,
    multipleOf: ABOVE_0,
    maximum: NUMBER,
    exclusiveMaximum: NUMBER,
    minimum: NUMBER,
    exclusiveMinimum: NUMBER,
    maxLength: WHOLE,
    minLength: WHOLE,
    pattern: PATTERN,
    format: FORMAT,
    maxItems: WHOLE,
    minItems: WHOLE,
    uniqueItems: TRUTH,
    maxContains: WHOLE,
    minContains: WHOLE,
    maxProperties: WHOLE,
    minProperties: WHOLE,
    required: NAMES,
    dependentRequired: NAMES_BY_NAME,
    title: TEXT,
    description: TEXT,
    default: ANY,
    examples: VALUE_LIST,
    deprecated: TRUTH,
    readOnly: TRUTH,
    writeOnly: TRUTH,
    contentEncoding: TEXT,
    contentMediaType: TEXT,
    $comment: TEXT,
};
const SCHEMAS = {
    not: 'schema',
    if: 'schema',
    then: 'schema',
    else: 'schema',
    items: 'schema',
    contains: 'schema',
    additionalProperties: 'schema',
    propertyNames: 'schema',
    unevaluatedItems: 'schema',
    unevaluatedProperties: 'schema',
    contentSchema: 'schema',
    allOf: 'schemas',
    anyOf: 'schemas',
    oneOf: 'schemas',
    prefixItems: 'schemas',
    properties: 'named-schemas',
    patternProperties: 'named-schemas',
    dependentSchemas: 'named-schemas',
};
const WRITE_IT_OUT = 'Schemas here have no references: write the schema out where it is needed.';
const OUR_DRAFT = 'Leave it out: schemas here are of draft 2020-12.';
/** Keywords of references, and of other drafts, with what to do instead. */
const REFUSED = {
    $ref: WRITE_IT_OUT,
    $dynamicRef: WRITE_IT_OUT,
    $recursiveRef: WRITE_IT_OUT,
    $id: WRITE_IT_OUT,
    id: WRITE_IT_OUT,
    $anchor: WRITE_IT_OUT,
    $dynamicAnchor: WRITE_IT_OUT,
    $recursiveAnchor: WRITE_IT_OUT,
    $defs: WRITE_IT_OUT,
    definitions: WRITE_IT_OUT,
    $schema: OUR_DRAFT,
    $vocabulary: OUR_DRAFT,
    dependencies: 'Draft 2020-12 has dependentRequired and dependentSchemas instead.',
    additionalItems: 'Draft 2020-12 has prefixItems and items instead.',
    nullable: 'Add "null" to the list under "type" instead.',
};
/** What people write who know the words of other languages. */
const MEANT = {
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
const KEYWORDS = [...Object.keys(VALUES), ...Object.keys(SCHEMAS)];
/** Undefined for what is no keyword of a cell's schema, or has a value under it. */
function schemasUnder(keyword) {
    return Object.hasOwn(SCHEMAS, keyword) ? SCHEMAS[keyword] : undefined;
}
/** Undefined for what is no keyword, or has schemas under it. */
function valueUnder(keyword) {
    return Object.hasOwn(VALUES, keyword) ? VALUES[keyword] : undefined;
}
/** Why a keyword that JSON Schema has, or had, cannot stand in a cell's schema, and what to do. */
function refusal(keyword) {
    return Object.hasOwn(REFUSED, keyword) ? REFUSED[keyword] : undefined;
}
/** The keyword that a word of another language stands for. */
function meantKeyword(word) {
    const folded = word.toLowerCase();
    return Object.hasOwn(MEANT, folded) ? MEANT[folded] : undefined;
}

;// CONCATENATED MODULE: ./src/schema/schema-reader.ts









/** In characters of JSON. Thousands of time zones have room; compiling what a hostile file may hold would take minutes. */
const LONGEST = 20_000;
const LONGEST_PATTERN = 1000;
/**
 * The schema of a cell: a mapping of keywords of draft 2020-12, without references. Whatever is wrong in it is added to the
 * problems, and gives undefined. Schemas inside it may be true or false as well.
 */
function cellSchema(value, problems) {
    if (!(0,dist/* isMap */.jh)(value.node)) {
        addNoSchema(value, problems);
        return undefined;
    }
    const json = (0,yaml_json/* jsonObject */.o$)(value, problems);
    if (json === undefined)
        return undefined;
    if (Object.keys(json).length === 0) {
        problems.add(value.offset, `${(0,display/* shownText */.f$)(value.name)} says nothing.`, 'Give it a keyword, such as const or enum.');
        return undefined;
    }
    if (JSON.stringify(json).length > LONGEST) {
        problems.add(value.offset, `${(0,display/* shownText */.f$)(value.name)} is longer than ${LONGEST} characters.`, 'Write less.');
        return undefined;
    }
    if (!isSchema(value, problems))
        return undefined;
    return compiles(json, value, problems) ? json : undefined;
}
/** Looks at a schema and those inside it. */
function isSchema(value, problems) {
    if ((0,dist/* isScalar */.jn)(value.node) && typeof value.node.value === 'boolean')
        return true;
    if (!(0,dist/* isMap */.jh)(value.node)) {
        addNoSchema(value, problems);
        return false;
    }
    const { entries } = (0,yaml_value/* mapping */.pq)(value, problems) ?? { entries: new Map() };
    const looked = [...entries.values()].map((entry) => isKeyword(entry, problems));
    return looked.every(Boolean) && belongTogether(entries, value, problems);
}
function isKeyword({ key, keyOffset, value }, problems) {
    const wanted = valueUnder(key);
    if (wanted !== undefined)
        return isValue(key, wanted, value, problems);
    switch (schemasUnder(key)) {
        case 'schema':
            if (!(0,dist/* isSeq */.oP)(value.node) || key !== 'items')
                return isSchema(value, problems);
            problems.add(value.offset, `${(0,display/* shownText */.f$)(value.name)} must be a JSON Schema, not a list.`, 'One for each item goes under prefixItems.');
            return false;
        case 'schemas': {
            const schemas = (0,yaml_value/* list */.p_)(value, problems);
            if (schemas?.length === 0)
                problems.add(value.offset, `${(0,display/* shownText */.f$)(value.name)} has no schema.`, 'Add one.');
            return schemas !== undefined && schemas.length > 0 && every(schemas, (schema) => isSchema(schema, problems));
        }
        case 'named-schemas': {
            const named = (0,yaml_value/* mapping */.pq)(value, problems);
            return named !== undefined && every([...named.entries.values()], (entry) => isNamed(entry, key, problems));
        }
        case undefined:
            addUnknown(key, keyOffset, problems);
            return false;
    }
}
/** Each of them is looked at, so that all mistakes are told. */
function every(values, look) {
    return values.map(look).every(Boolean);
}
function isNamed({ key, keyOffset, value }, keyword, problems) {
    if (key === '__proto__') {
        problems.add(keyOffset, 'A schema cannot be about a member called "__proto__".', 'Leave it out.');
        return false;
    }
    const named = keyword !== 'patternProperties' || isPattern(key, { ...value, offset: keyOffset, name: key }, problems);
    return isSchema(value, problems) && named;
}
function isValue(keyword, wanted, value, problems) {
    const json = (0,yaml_json/* jsonValue */.IL)(value, problems);
    if (json === undefined)
        return false;
    const mistake = (0,cell_schema/* firstMistake */.$8)(wanted.schema, json);
    if (mistake !== undefined) {
        const wrong = (0,yaml_json/* valueAt */.fK)(value, (0,yaml_json/* pointerPath */.hw)(mistake), problems);
        const shown = (0,yaml_json/* jsonValue */.IL)(wrong, problems) ?? null;
        const meant = keyword === 'type' && typeof shown === 'string' ? (0,did_you_mean/* didYouMean */.a)(shown, TYPES) : undefined;
        problems.add(wrong.offset, `${(0,display/* shownText */.f$)(wrong.name)} cannot be ${(0,yaml_json/* shownJson */.oB)(shown)}.`, `${meant === undefined ? '' : `Did you mean "${meant}"? `}"${keyword}" must be ${wanted.mustBe}.`);
        return false;
    }
    if (keyword === 'enum' && Array.isArray(json) && json.length === 0) {
        problems.add(value.offset, `${(0,display/* shownText */.f$)(value.name)} has no value.`, 'List what the cell may be.');
        return false;
    }
    if (keyword === 'pattern' && typeof json === 'string')
        return isPattern(json, value, problems);
    return keyword !== 'format' || typeof json !== 'string' || isFormat(json, value, problems);
}
function isPattern(pattern, value, problems) {
    if (pattern.length > LONGEST_PATTERN) {
        problems.add(value.offset, `${(0,display/* shownText */.f$)(value.name)} is longer than ${LONGEST_PATTERN} characters.`, 'Write less; a list of values goes under enum.');
        return false;
    }
    try {
        new RegExp(pattern, 'u');
        if ((0,linear_pattern/* isBounded */.C)(pattern))
            return true;
        problems.add(value.offset, `${(0,display/* shownText */.f$)(value.name)} could take for ever on some texts.`, 'Leave out lookaround, references back, flags within and counts above 1,000, of which nested ones multiply: with them ' +
            'it cannot be tried in linear time.');
        return false;
    }
    catch (error) {
        // The engine quotes the whole pattern before its reason.
        const reason = error instanceof Error ? error.message.slice(error.message.lastIndexOf(': ') + 2) : '';
        problems.add(value.offset, `${(0,display/* shownText */.f$)(value.name)} is no regular expression: ${(0,display/* shownText */.f$)(reason).slice(1, -1)}.`, "It is one of JavaScript with the flag u: put it into single quotes, and a backslash only before what needs it, as in '^a\\.b'.");
        return false;
    }
}
function isFormat(format, value, problems) {
    const formats = Object.keys((0,cell_schema/* sharedAjv */.Vl)().formats);
    if (formats.includes(format))
        return true;
    const meant = (0,did_you_mean/* didYouMean */.a)(format, formats);
    problems.add(value.offset, `There is no format ${(0,display/* shownText */.f$)(format)}.`, `${meant === undefined ? '' : `Did you mean "${meant}"? `}The formats are: ${formats.join(', ')}.`);
    return false;
}
/** Whether keywords are there on which others hang, and leave something between them. */
function belongTogether(entries, value, problems) {
    let together = true;
    for (const [keyword, needed] of [
        ['then', ['if']],
        ['else', ['if']],
        ['if', ['then', 'else']],
        ['minContains', ['contains']],
        ['maxContains', ['contains']],
    ]) {
        const entry = entries.get(keyword);
        if (entry === undefined || needed.some((other) => entries.has(other)))
            continue;
        const others = needed.join(' or ');
        problems.add(entry.keyOffset, `"${keyword}" says nothing without ${others}.`, `Add ${others}, or leave it out.`);
        together = false;
    }
    for (const { keyword, reason } of (0,crossed_bounds/* crossedBounds */.RX)((0,yaml_json/* jsonObject */.o$)(value, problems) ?? {})) {
        problems.add(entries.get(keyword)?.value.offset ?? value.offset, `${(0,display/* shownText */.f$)(value.name)} can never hold: ${reason}.`, 'Look whether the two are swapped.');
        together = false;
    }
    return together;
}
/** What else the validator would refuse. */
function compiles(schema, value, problems) {
    try {
        (0,cell_schema/* compileCell */.CH)(schema);
        return true;
    }
    catch (error) {
        const reason = error instanceof Error ? error.message.replace('strict mode: ', '') : '';
        problems.add(value.offset, `${(0,display/* shownText */.f$)(value.name)} is no JSON Schema: ${(0,display/* shownText */.f$)(reason).slice(1, -1)}.`, 'See https://json-schema.org/draft/2020-12/json-schema-validation for the keywords.');
        return false;
    }
}
function addUnknown(keyword, offset, problems) {
    const refused = refusal(keyword);
    if (refused !== undefined) {
        problems.add(offset, `The keyword ${(0,display/* shownText */.f$)(keyword)} cannot stand here.`, refused);
        return;
    }
    const meant = meantKeyword(keyword) ?? (0,did_you_mean/* didYouMean */.a)(keyword, KEYWORDS);
    problems.add(offset, `${(0,display/* shownText */.f$)(keyword)} is no keyword of JSON Schema.`, (meant === undefined ? '' : `Did you mean "${meant}"? `) +
        'The keywords are those of draft 2020-12, such as const, enum, pattern, minimum and not.');
}
/** In place of a schema stands what the cell was meant to be. */
function addNoSchema(value, problems) {
    const { node, offset, name } = value;
    if ((0,dist/* isSeq */.oP)(node)) {
        problems.add(offset, `${(0,display/* shownText */.f$)(name)} must be a JSON Schema, not a list.`, 'Write { enum: [...] } if the cell may be one of several values.');
        return;
    }
    const scalar = (0,dist/* isScalar */.jn)(node) ? node.value : null;
    if (scalar === null) {
        problems.add(offset, `${(0,display/* shownText */.f$)(name)} has no value.`, 'Write { const: null } if the cell must be blank.');
        return;
    }
    const kind = typeof scalar === 'string' ? 'text' : typeof scalar === 'boolean' ? 'true or false' : 'a number';
    const isType = typeof scalar === 'string' && TYPES.includes(scalar);
    problems.add(offset, `${(0,display/* shownText */.f$)(name)} must be a JSON Schema, not ${kind}.`, isType
        ? `Write { type: ${scalar} } if the cell must be of that type.`
        : `Write { const: ${asWritten(value)} } if the cell must be exactly that.`);
}
function asWritten({ node }) {
    if (!(0,dist/* isScalar */.jn)(node))
        return '...';
    const plain = node.type === dist/* Scalar */.X5.PLAIN && typeof node.source === 'string' ? node.source : undefined;
    return plain !== undefined && !/[,{}[\]]/.test(plain) ? (0,display/* shownText */.f$)(plain).slice(1, -1) : (0,display/* shownText */.f$)(String(node.value));
}


/***/ }),

/***/ 79549:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   GV: () => (/* binding */ parseYamlBytes)
/* harmony export */ });
/* unused harmony exports LARGEST_YAML_FILE, parseYaml */
/* harmony import */ var node_buffer__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(4573);
/* harmony import */ var node_buffer__WEBPACK_IMPORTED_MODULE_0___default = /*#__PURE__*/__webpack_require__.n(node_buffer__WEBPACK_IMPORTED_MODULE_0__);
/* harmony import */ var yaml__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(38815);
/* harmony import */ var _problems_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(13143);
/* harmony import */ var _text_display_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(24745);
/* harmony import */ var _value_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(46202);





/** In bytes. Whoever commits more is told to write less; a parser would spend a minute on some texts of ten times that. */
const LARGEST_YAML_FILE = 1_000_000;
/** Nothing that is read here is nested as deep. */
const DEEPEST = 100;
/** One slip makes the parser stumble on to the end of the file. */
const SYNTAX_PROBLEMS = 5;
const QUOTE_IT = 'Put a value into quotes that begins with one of & * ! @ % | > ` [ { or that holds ": " or " #".';
/** Parses a file's bytes, which must be UTF-8. See `parseYaml`. */
function parseYamlBytes(bytes, file) {
    if (bytes.length > LARGEST_YAML_FILE)
        return tooLarge(file);
    const text = new TextDecoder().decode(bytes);
    if ((0,node_buffer__WEBPACK_IMPORTED_MODULE_0__.isUtf8)(bytes))
        return parseYaml(text, file);
    return unreadable({ text, file, offset: Math.max(text.indexOf('\ufffd'), 0) }, 'The file is not UTF-8.', 'Save it as UTF-8; in PowerShell, write it with -Encoding utf8.');
}
/**
 * Parses the text of a YAML 1.2 file (https://yaml.org/spec/1.2.2) of one document. What YAML has beyond plain values is
 * refused: aliases, which make much of little, anchors, tags and directives. A byte order mark does no harm.
 *
 * @param file its path relative to the workspace, with forward slashes
 */
function parseYaml(marked, file) {
    const text = marked.replace(/^\ufeff/, '');
    if (Buffer.byteLength(text) > LARGEST_YAML_FILE)
        return tooLarge(file);
    const control = text.search(/(?![\t\n\r\u0085])\p{Cc}/u);
    if (control !== -1) {
        const hint = 'Remove it, or write it as an escape such as \\t in double quotes.';
        return unreadable({ text, file, offset: control }, 'There is a control character here.', hint);
    }
    const problems = new _problems_js__WEBPACK_IMPORTED_MODULE_2__/* .FileProblems */ .j(text, file);
    const root = rootOf(text, problems);
    return { problems, root: root === undefined ? undefined : { node: root, offset: root.range[0], name: '' } };
}
function tooLarge(file) {
    return unreadable({ text: '', file, offset: 0 }, 'The file is larger than 1 MB.', 'Leave out what is not needed, or split the file.');
}
function unreadable({ text, file, offset }, message, hint) {
    const problems = new _problems_js__WEBPACK_IMPORTED_MODULE_2__/* .FileProblems */ .j(text, file);
    problems.add(offset, message, hint);
    return { problems, root: undefined };
}
function rootOf(text, problems) {
    // Whether keys are unique is looked at below: the parser would compare each key with every other.
    const { contents, errors } = (0,yaml__WEBPACK_IMPORTED_MODULE_1__/* .parseDocument */ .Tp)(text, { uniqueKeys: false, prettyErrors: false, logLevel: 'error' });
    for (const error of errors.slice(0, SYNTAX_PROBLEMS))
        addSyntaxProblem(error, problems);
    if (errors.length > 0)
        return undefined;
    const directive = text.slice(0, contents?.range[0] ?? text.length).search(/^%/m);
    if (directive !== -1) {
        problems.add(directive, 'There is a YAML directive here.', 'Remove the line: the file is read as YAML 1.2.');
        return undefined;
    }
    if (contents === null || ((0,yaml__WEBPACK_IMPORTED_MODULE_1__/* .isScalar */ .jn)(contents) && contents.value === null && contents.source === '')) {
        problems.add(0, 'The file is empty.', 'Fill it, or name another file.');
        return undefined;
    }
    return isPlain(contents, problems) ? contents : undefined;
}
/** In the terms of whoever wrote the file; where the parser's own words are clear, in those. */
function addSyntaxProblem({ code, message, pos: [offset] }, problems) {
    if (code === 'MULTIPLE_DOCS') {
        problems.add(offset, 'A second document begins here.', 'Keep one document a file, without lines of "---" between.');
    }
    else if (code === 'RESOURCE_EXHAUSTION') {
        addTooDeep(offset, problems);
    }
    else if (code === 'TAB_AS_INDENT') {
        problems.add(offset, 'A line is indented with a tab.', 'Indent with spaces.');
    }
    else {
        const cut = (0,_text_display_js__WEBPACK_IMPORTED_MODULE_4__/* .shownText */ .f$)(message).slice(1, -1);
        const hint = `Look at the indentation, and for a ":" or a quote that is missing. ${QUOTE_IT}`;
        problems.add(offset, `This is not YAML: ${cut}.`, hint);
    }
}
function addTooDeep(offset, problems) {
    problems.add(offset, 'Values are nested too deep here.', `Nest them at most ${DEEPEST} deep.`);
}
/** Looks at every node once, without recursion. Says whether there is nothing but plain values; repeated keys are added. */
function isPlain(root, problems) {
    let plain = true;
    const pending = [{ node: root, depth: 0 }];
    const add = (node, depth) => {
        if (node !== null)
            pending.push({ node, depth });
    };
    for (let next = pending.pop(); next !== undefined; next = pending.pop()) {
        const { node, depth } = next;
        if (depth > DEEPEST) {
            addTooDeep(node.range[0], problems);
            return false;
        }
        if (isRefused(node, problems))
            plain = false;
        if ((0,yaml__WEBPACK_IMPORTED_MODULE_1__/* .isMap */ .jh)(node)) {
            addRepeatedKeys(node, problems);
            for (const { key, value } of node.items) {
                add(key, depth + 1);
                add(value, depth + 1);
            }
        }
        else if ((0,yaml__WEBPACK_IMPORTED_MODULE_1__/* .isSeq */ .oP)(node)) {
            for (const item of node.items)
                add(item, depth + 1);
        }
    }
    return plain;
}
function isRefused(node, problems) {
    const what = refusedIn(node);
    if (what === undefined)
        return false;
    problems.add(node.range[0], `There is ${what} here, which this file cannot have.`, `Write the value out. ${QUOTE_IT}`);
    return true;
}
function refusedIn(node) {
    if ((0,yaml__WEBPACK_IMPORTED_MODULE_1__/* .isAlias */ .Vj)(node))
        return `an alias (${(0,_text_display_js__WEBPACK_IMPORTED_MODULE_4__/* .shownText */ .f$)(`*${node.source}`)})`;
    if (node.tag !== undefined)
        return `a tag (${(0,_text_display_js__WEBPACK_IMPORTED_MODULE_4__/* .shownText */ .f$)(node.tag)})`;
    return node.anchor === undefined ? undefined : `an anchor (${(0,_text_display_js__WEBPACK_IMPORTED_MODULE_4__/* .shownText */ .f$)(`&${node.anchor}`)})`;
}
function addRepeatedKeys({ items }, problems) {
    const seen = new Set();
    for (const { key } of items) {
        const text = (0,_value_js__WEBPACK_IMPORTED_MODULE_3__/* .keyText */ .Pu)(key);
        if (text === undefined)
            continue;
        if (seen.has(text))
            problems.add(key.range[0], `The key ${(0,_text_display_js__WEBPACK_IMPORTED_MODULE_4__/* .shownText */ .f$)(text)} stands here a second time.`, 'Keep one.');
        seen.add(text);
    }
}


/***/ }),

/***/ 20213:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
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

/***/ 13143:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   K: () => (/* binding */ firstOf),
/* harmony export */   j: () => (/* binding */ FileProblems)
/* harmony export */ });
/* harmony import */ var yaml__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(38815);

/** More are no help, and a file can be made to hold half a million. */
const MOST = 100;
/** Gathers what is wrong in a file, up to a hundred problems, so that all of it can be mended at once. */
class FileProblems {
    file;
    length;
    lines = new yaml__WEBPACK_IMPORTED_MODULE_0__/* .LineCounter */ .HN();
    found = [];
    /** @param file its path relative to the workspace, with forward slashes */
    constructor(text, file) {
        this.file = file;
        this.length = text.length;
        this.lines.addNewLine(0);
        for (let end = text.indexOf('\n'); end !== -1; end = text.indexOf('\n', end + 1))
            this.lines.addNewLine(end + 1);
    }
    /** @param offset in UTF-16 code units, as editors count columns */
    add(offset, message, hint) {
        if (this.found.length >= MOST)
            return;
        const within = this.within(offset);
        this.found.push({ offset: within, problem: { place: this.placeOf(within), message, hint } });
    }
    /** Where a character stands, for what may be said of it later. */
    placeOf(offset) {
        const { line, col: column } = this.lines.linePos(this.within(offset));
        return { file: this.file, line, column };
    }
    get none() {
        return this.found.length === 0;
    }
    /** As they stand in the file. */
    all() {
        return this.found.toSorted((a, b) => a.offset - b.offset).map(({ problem }) => problem);
    }
    within(offset) {
        return Math.min(Math.max(offset, 0), this.length);
    }
}
/** One message for all that is wrong in a file: the first, with its place, and how many more there are. */
function firstOf(problems) {
    const [first, ...more] = problems;
    if (first === undefined)
        return '';
    const { file, line, column } = first.place;
    const follow = more.length === 1 ? 'problem follows' : 'problems follow';
    const others = more.length === 0 ? '' : ` (${more.length} more ${follow})`;
    return `${file}, line ${line}, column ${column}: ${first.message.replace(/\.$/, '')}${others}.`;
}


/***/ }),

/***/ 46202:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
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
/** The entries of a mapping whose keys are the user's. Anything else is added to the problems, and gives undefined. */
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
            problems.add(keyOffset, 'A key is missing or is no text.', 'Write each entry as "key: value".');
        }
        else if (!entries.has(key)) {
            const inside = { node: pair.value, offset: pair.value?.range[0] ?? keyEnd, name: nameInside(name, key) };
            entries.set(key, { key, keyOffset, value: inside });
        }
    }
    return { name, offset, entries };
}
/** The entries of a mapping with keys of its kind: others, and required ones that are missing, are added to the problems. */
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
        problems.add(keyOffset, `${(0,_text_display_js__WEBPACK_IMPORTED_MODULE_2__/* .shownText */ .f$)(key)} is none of the keys ${where}.`, hint);
    }
    for (const key of known.required) {
        // That it is misspelt is said already.
        if (found.entries.has(key) || meantKeys.has(key))
            continue;
        problems.add(found.offset, `${(0,_text_display_js__WEBPACK_IMPORTED_MODULE_2__/* .shownText */ .f$)(nameInside(found.name, key))} is missing.`, `Add "${key}: ...".`);
    }
    return found;
}
/** What a key's value is read as; undefined where there is no such key. */
function given({ entries }, key, read) {
    const entry = entries.get(key);
    return entry === undefined ? undefined : read(entry.value);
}
/** Whether a key stands there without a value. */
function isBlank({ node }) {
    return node === null || ((0,yaml__WEBPACK_IMPORTED_MODULE_0__/* .isScalar */ .jn)(node) && node.value === null);
}
/** The items of a list. Anything else is added to the problems, and gives undefined. */
function list(value, problems) {
    const { node, name } = value;
    if (!(0,yaml__WEBPACK_IMPORTED_MODULE_0__/* .isSeq */ .oP)(node)) {
        addWrongType(value, 'a list, "- item" on each line', problems);
        return undefined;
    }
    return node.items.map((item, at) => ({ node: item, offset: item.range[0], name: `${name}[${at}]` }));
}
/** A text that is not blank. Anything else is added to the problems, and gives undefined. */
function text(value, problems) {
    const scalar = (0,yaml__WEBPACK_IMPORTED_MODULE_0__/* .isScalar */ .jn)(value.node) ? value.node.value : undefined;
    if (typeof scalar === 'string' && scalar.trim() !== '')
        return scalar;
    addWrongType(value, 'text', problems);
    return undefined;
}
/** A text, a number or true or false, as it was written. Anything else is added to the problems, and gives undefined. */
function scalarText(value, problems) {
    const { node } = value;
    if ((0,yaml__WEBPACK_IMPORTED_MODULE_0__/* .isScalar */ .jn)(node) && typeof node.value !== 'string' && node.value !== null)
        return node.source;
    return text(value, problems);
}
/** One of some words. Anything else is added to the problems, and gives undefined. */
function oneOf(value, choices, problems) {
    const written = scalarText(value, problems);
    const found = choices.find((choice) => choice === written);
    if (written === undefined || found !== undefined)
        return found;
    const meant = (0,_text_did_you_mean_js__WEBPACK_IMPORTED_MODULE_1__/* .didYouMean */ .a)(written, choices);
    const hint = `${meant === undefined ? '' : `Did you mean "${meant}"? `}Use ${choices.map((choice) => `"${choice}"`).join(' or ')}.`;
    problems.add(value.offset, `${(0,_text_display_js__WEBPACK_IMPORTED_MODULE_2__/* .shownText */ .f$)(value.name)} cannot be ${(0,_text_display_js__WEBPACK_IMPORTED_MODULE_2__/* .shownText */ .f$)(written)}.`, hint);
    return undefined;
}
/**
 * Where a character of a text stands in the file, in UTF-16 code units: for a text in one piece, plain or in quotes, to
 * the character; else where the text begins.
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
/** In single quotes, one that belongs to the text is written twice. */
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
/** What a value is, undefined for none, and how it may have come to be that against the writer's will. */
function kindOf(node) {
    if ((0,yaml__WEBPACK_IMPORTED_MODULE_0__/* .isMap */ .jh)(node))
        return ['a mapping', 'Put a text that begins with { or holds ": " into quotes.'];
    if ((0,yaml__WEBPACK_IMPORTED_MODULE_0__/* .isSeq */ .oP)(node))
        return ['a list', 'Put a text that begins with [ or "- " into quotes.'];
    const value = (0,yaml__WEBPACK_IMPORTED_MODULE_0__/* .isScalar */ .jn)(node) ? node.value : null;
    if (value === null || (typeof value === 'string' && value.trim() === ''))
        return [undefined, ''];
    if (typeof value === 'string')
        return ['text', 'Look at its indentation.'];
    const quoted = (0,yaml__WEBPACK_IMPORTED_MODULE_0__/* .isScalar */ .jn)(node) ? `'${node.source}'` : 'quotes';
    return [typeof value === 'boolean' ? 'true or false' : 'a number', `Write it as ${quoted} if it is a text.`];
}


/***/ })

};
