export const id = 213;
export const ids = [213];
export const modules = {

/***/ 213:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   Bg: () => (/* binding */ resultOf),
/* harmony export */   Jr: () => (/* binding */ addressMatcher),
/* harmony export */   OB: () => (/* binding */ rowOf),
/* harmony export */   QR: () => (/* binding */ foundIn),
/* harmony export */   am: () => (/* binding */ compileConditions),
/* harmony export */   compileHighlights: () => (/* binding */ compileHighlights)
/* harmony export */ });
/* harmony import */ var node_util__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(57975);
/* harmony import */ var node_util__WEBPACK_IMPORTED_MODULE_0___default = /*#__PURE__*/__webpack_require__.n(node_util__WEBPACK_IMPORTED_MODULE_0__);
/* harmony import */ var _json_js__WEBPACK_IMPORTED_MODULE_10__ = __webpack_require__(8301);
/* harmony import */ var _schema_cell_schema_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(69507);
/* harmony import */ var _schema_expected_text_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(38639);
/* harmony import */ var _schema_relative_dates_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(64043);
/* harmony import */ var _schema_spelling_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(88105);
/* harmony import */ var _definition_js__WEBPACK_IMPORTED_MODULE_5__ = __webpack_require__(54530);
/* harmony import */ var _file_columns_js__WEBPACK_IMPORTED_MODULE_6__ = __webpack_require__(14423);
/* harmony import */ var _known_js__WEBPACK_IMPORTED_MODULE_7__ = __webpack_require__(81168);
/* harmony import */ var _registration_js__WEBPACK_IMPORTED_MODULE_8__ = __webpack_require__(47082);
/* harmony import */ var _row_view_js__WEBPACK_IMPORTED_MODULE_9__ = __webpack_require__(20573);











/**
 * Throws if the report, or the other one that is meant, lacks one of the columns. Conditions of files have been checked for that.
 *
 * @param now what `now` and `today` mean in limits of dates
 * @param reports those of the run: conditions of rules may be about their columns
 */
function compileConditions(columns, report, now, reports = []) {
    const names = Object.keys(report.columns);
    return Object.entries(columns).map(([column, written]) => {
        const schema = (0,_schema_relative_dates_js__WEBPACK_IMPORTED_MODULE_3__/* .resolveDates */ .EX)(written, now);
        if (column === _definition_js__WEBPACK_IMPORTED_MODULE_5__/* .MAILBOX_COLUMN */ .aN)
            return { column, ...ADDRESS, ...addressCondition(schema) };
        const ofFile = (0,_file_columns_js__WEBPACK_IMPORTED_MODULE_6__/* .fileColumn */ .Z)(report, column);
        if (ofFile !== undefined) {
            const type = (0,_registration_js__WEBPACK_IMPORTED_MODULE_8__/* .isRegisteredColumn */ .JL)(report, column) ? _registration_js__WEBPACK_IMPORTED_MODULE_8__/* .REGISTERED_TYPE */ .Sl : undefined;
            return { column, ...ofFile, ...cellCondition(schema, new _schema_spelling_js__WEBPACK_IMPORTED_MODULE_4__/* .Spelling */ .Z(type)) };
        }
        const reference = (0,_definition_js__WEBPACK_IMPORTED_MODULE_5__/* .referenceOf */ .Bz)(report, column);
        const other = reference && reports.find(({ name }) => name === reference.report);
        if (reference !== undefined) {
            // Without the report in the run, its rows are unknown.
            const position = other === undefined ? 0 : Object.keys(other.columns).indexOf(reference.column);
            if (position === -1)
                throw new Error(`the report ${reference.report} has no column ${reference.column}`);
            const spelling = new _schema_spelling_js__WEBPACK_IMPORTED_MODULE_4__/* .Spelling */ .Z(other && (0,_definition_js__WEBPACK_IMPORTED_MODULE_5__/* .columnType */ .DW)(other, reference.column));
            return { column, report: reference.report, ...cellsAt(position), ...cellCondition(schema, spelling) };
        }
        const cell = names.indexOf(column);
        if (cell === -1)
            throw new Error(`the report ${report.name} has no column ${column}`);
        return { column, ...cellsAt(cell), ...cellCondition(schema, new _schema_spelling_js__WEBPACK_IMPORTED_MODULE_4__/* .Spelling */ .Z((0,_definition_js__WEBPACK_IMPORTED_MODULE_5__/* .columnType */ .DW)(report, column))) };
    });
}
const ADDRESS = {
    isOfCell: false,
    valueIn: ({ mailbox }) => (mailbox === undefined ? _known_js__WEBPACK_IMPORTED_MODULE_7__/* .NOT_KNOWN */ .gE : (0,_known_js__WEBPACK_IMPORTED_MODULE_7__/* .known */ .eO)(mailbox.address)),
    isNotApplicable: () => false,
};
function cellsAt(position) {
    return {
        isOfCell: true,
        valueIn: (row) => (0,_row_view_js__WEBPACK_IMPORTED_MODULE_9__/* .cellAt */ .G0)(row, position),
        isNotApplicable: ({ notApplicable }) => notApplicable?.has(position) === true,
    };
}
/**
 * Whether a row meets the condition. `unknown`: the value is not fully known.
 *
 * A list that is not fully known has at least the items that it shows. They decide a condition only with the result `certain`, and
 * only if further ones would not change it: a forwarding address outside violates a rule whatever else is unknown, but others inside
 * do not pass it.
 */
function resultOf(condition, row, certain) {
    const one = condition.valueIn(row);
    if (one.isKnown)
        return condition.accepts(one.value) ? 'met' : 'unmet';
    const { shown } = one;
    if (!Array.isArray(shown) || shown.length === 0)
        return 'unknown';
    const result = condition.accepts(shown) ? 'met' : 'unmet';
    return result === certain && isSettled(condition, shown) ? result : 'unknown';
}
/** A text that no schema has. */
const OTHER = '\u0000';
/**
 * Whether a condition has one result whatever a list lacks. In such a list, an ID stands for a name that is not known, unless the
 * schema has the ID.
 */
function isSettled({ accepts, texts, lists, compared, hasPattern, most }, list) {
    const isNameless = (item) => (0,_json_js__WEBPACK_IMPORTED_MODULE_10__/* .isGuid */ .W_)(item) && !texts.includes(item);
    if (hasPattern && list.some(isNameless))
        return false;
    const result = accepts([...list]);
    const named = (text) => list.map((item) => (isNameless(item) ? text : item));
    // The whole list may be one that the schema has.
    if (lists.some((whole) => isPart(list.map(compared), whole) && accepts([...whole]) !== result))
        return false;
    const others = Array.from({ length: most }, (_, at) => `${OTHER}${at}`);
    // Several items may be missing: different ones, equal ones, and such as the list has already.
    if (accepts([...named(OTHER), ...texts, ...others]) !== result)
        return false;
    return [...texts, OTHER].every((text) => {
        const items = named(text);
        const missing = [[text], Array.from({ length: most }, () => text), [...items, text]];
        // A missing item may precede the others.
        return missing.every((more) => [
            [...items, ...more],
            [...more, ...items],
        ].every((all) => accepts(all) === result));
    });
}
/** Whether a list has all items of another one in their order, and more. */
function isPart(part, whole) {
    let at = 0;
    for (const item of whole)
        if ((0,node_util__WEBPACK_IMPORTED_MODULE_0__.isDeepStrictEqual)(item, part[at]))
            at += 1;
    return at === part.length && whole.length > part.length;
}
/** What a rule finds where a row violates one of its conditions: as much of a list as is known. */
function foundIn(condition, row, rowsOf) {
    const read = rowOf(condition, row, rowsOf);
    return (0,_known_js__WEBPACK_IMPORTED_MODULE_7__/* .shownOf */ .Rp)(read === undefined ? _known_js__WEBPACK_IMPORTED_MODULE_7__/* .NOT_READ */ .VF : condition.valueIn(read)) ?? null;
}
/** The row that a condition of a rule is about: of the mailbox's other report, if it names one. Undefined: it was not read. */
function rowOf({ report }, row, rowsOf) {
    if (report === undefined)
        return row;
    const [other] = rowsOf(report) ?? [];
    return other?.status === 'ok' ? other : undefined;
}
/** Whether a mailbox's address meets a schema of `MailboxName`, as a function. Case does not count. */
function addressMatcher(schema) {
    return addressCondition(schema).accepts;
}
const PATTERN = /"(?:pattern|format|minLength|maxLength)"/;
function cellCondition(schema, spelling) {
    const spelled = spelling.schema(schema);
    const accepts = (0,_schema_cell_schema_js__WEBPACK_IMPORTED_MODULE_1__/* .compileCell */ .CH)(spelled);
    const compared = (cell) => spelling.cell(cell);
    const expected = (0,_schema_expected_text_js__WEBPACK_IMPORTED_MODULE_2__/* .expectedText */ .G)(spelled);
    return { accepts: (cell) => accepts(compared(cell)), compared, ...textsOf(spelled), expected };
}
/** Keywords whose numbers count items. */
const COUNTS = new Set(['minItems', 'maxItems', 'minContains', 'maxContains']);
const MAX_MISSING = 1_000;
function textsOf(schema) {
    let most = 1;
    const texts = new Set();
    const lists = [];
    const visit = (part) => {
        if (typeof part === 'string')
            texts.add(part);
        else if (Array.isArray(part))
            part.forEach(visit);
        else if ((0,_json_js__WEBPACK_IMPORTED_MODULE_10__/* .isObject */ .Gv)(part)) {
            for (const [keyword, value] of Object.entries(part)) {
                if (COUNTS.has(keyword) && typeof value === 'number')
                    most = Math.max(most, value);
                const values = keyword === 'const' ? [value] : keyword === 'enum' && Array.isArray(value) ? value : [];
                lists.push(...values.filter((one) => Array.isArray(one)));
                visit(value);
            }
        }
    };
    visit(schema);
    const hasPattern = PATTERN.test(JSON.stringify(schema));
    return { texts: [...texts], lists, hasPattern, most: Math.min(most + 1, MAX_MISSING) };
}
function addressCondition(schema) {
    const spelling = new _schema_spelling_js__WEBPACK_IMPORTED_MODULE_4__/* .Spelling */ .Z(undefined, true);
    const spelled = spelling.schema(schema);
    const accepts = (0,_schema_cell_schema_js__WEBPACK_IMPORTED_MODULE_1__/* .compileCell */ .CH)(spelled, 'i');
    const expected = (0,_schema_expected_text_js__WEBPACK_IMPORTED_MODULE_2__/* .expectedText */ .G)(spelled, 'addresses');
    const compared = (address) => spelling.cell(address);
    return { accepts: (address) => accepts(compared(address)), compared, ...textsOf(spelled), expected };
}
const NONE = [];
/**
 * Compiles the highlights of a report. Only rows that were read and are about an item have highlights. Throws as
 * `compileConditions` does.
 *
 * @param now what `now` and `today` mean in limits of dates
 * @param reports those of the run: a highlight may need others than its own
 * @returns undefined if the report has none; else a function of the rows of a mailbox, and of those of its other reports by their names
 */
function compileHighlights(report, now, reports = []) {
    const { highlights = [] } = report;
    if (highlights.length === 0)
        return undefined;
    const compiled = highlights.map(({ when, any, beside = {} }) => ({
        when: compileConditions(when, report, now),
        any: any?.map((columns) => compileConditions(columns, report, now)),
        others: Object.entries(beside).map(([name, columns]) => {
            const other = reports.find((one) => one.name === name);
            return { name, when: other && compileConditions(columns, other, now) };
        }),
    }));
    return (rows, rowsOf = () => undefined) => {
        const possible = new Set();
        const ofRows = rows.map((row) => {
            let positions;
            for (const [index, { when, any, others }] of compiled.entries()) {
                let result = resultOfRow(when, row);
                if (any !== undefined && result !== 'unmet') {
                    const results = any.map((conditions) => resultOfRow(conditions, row));
                    if (!results.includes('met'))
                        result = results.includes('unknown') ? 'unknown' : 'unmet';
                }
                for (const other of others) {
                    if (result === 'unmet')
                        break;
                    const otherResult = resultOfRow(other.when, rowsOf(other.name)?.[0]);
                    if (otherResult !== 'met')
                        result = otherResult;
                }
                if (result === 'met')
                    (positions ??= []).push(index);
                if (result === 'unknown')
                    possible.add(index);
            }
            return positions ?? NONE;
        });
        if (possible.size > 0)
            for (const index of ofRows.flat())
                possible.delete(index);
        return { ofRows, possible: possible.size === 0 ? NONE : [...possible] };
    };
}
/** Whether a row meets all conditions: unknown without the report or its row. A row without an item, or without meaning, meets none. */
function resultOfRow(conditions, row) {
    if (conditions === undefined || row?.status !== 'ok')
        return 'unknown';
    if (row.content === 'none')
        return 'unmet';
    if (conditions.some(({ isNotApplicable }) => isNotApplicable(row)))
        return 'unmet';
    let isUnknown = false;
    for (const condition of conditions) {
        const result = resultOf(condition, row, 'met');
        if (result === 'unmet')
            return 'unmet';
        if (result === 'unknown')
            isUnknown = true;
    }
    return isUnknown ? 'unknown' : 'met';
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
/* harmony import */ var ajv_dist_2020_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(52210);
/* harmony import */ var ajv_dist_2020_js__WEBPACK_IMPORTED_MODULE_2___default = /*#__PURE__*/__webpack_require__.n(ajv_dist_2020_js__WEBPACK_IMPORTED_MODULE_2__);



/**
 * A validator of draft 2020-12 that stops at the first error. Patterns and formats take time linear in the text.
 *
 * @param flags of patterns; `i`: case does not count
 */
function newAjv(flags = '') {
    const ajv = new ajv_dist_2020_js__WEBPACK_IMPORTED_MODULE_2__.Ajv2020({
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
    for (const [keyword, isWithin] of DATE_LIMITS) {
        const compile = (limit) => {
            const end = instantOf(limit);
            return (text) => isWithin(instantOf(text), end);
        };
        ajv.addKeyword({ keyword, type: 'string', schemaType: 'string', dependencies: ['format'], compile });
    }
    return ajv;
}
/** Keywords that limit dates and times. Nothing is within a limit if one of the two cannot be read: NaN. */
const DATE_LIMITS = new Map([
    ['formatMinimum', (instant, limit) => instant >= limit],
    ['formatMaximum', (instant, limit) => instant <= limit],
    ['formatExclusiveMinimum', (instant, limit) => instant > limit],
    ['formatExclusiveMaximum', (instant, limit) => instant < limit],
]);
const DATE_AND_TIME = /^(?=\d)(?:(\d{4}-\d\d-\d\d)(?:[T\s]|$))?(?:(\d\d):(\d\d):(\d\d(?:\.\d{1,30})?)(?:Z|([+-]\d\d)(?::?(\d\d))?)?)?$/i;
/** A date, a time or both in epoch ms; a leap second is the start of the next minute. NaN for any other text. */
function instantOf(text) {
    const [match, date = '1970-01-01', hours = 0, minutes = 0, seconds = 0, zone = '+00', zoneMinutes = 0] = DATE_AND_TIME.exec(text) ?? [];
    if (match === undefined)
        return NaN;
    const offset = Number(zone) * 60 + (zone.startsWith('-') ? -1 : 1) * Number(zoneMinutes);
    const time = (Number(hours) * 60 + Number(minutes) - offset) * 60 + Number(seconds);
    return Date.parse(`${date}T00:00:00Z`) + time * 1000;
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
    const earlier = compiled.get(key);
    if (earlier !== undefined)
        return earlier;
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
        const rewritten = Object.hasOwn(REWRITTEN, name) ? REWRITTEN[name] : undefined;
        return [name, rewritten ?? (format instanceof RegExp ? onRe2(format.source, format.flags) : format)];
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
        const position = Math.max(source.indexOf(part), 0);
        const construct = UNSUPPORTED.find(({ start }) => start.test(part));
        return {
            at: position,
            message: construct?.message ?? `${error.error}${part === '' ? '' : `: ${part}`}`,
            hint: construct?.hint ?? SYNTAX,
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
/** The texts under `enum` of a column, directly, in an array, or among others that it can have. */
function enumTexts(type) {
    const alternatives = (0,_json_js__WEBPACK_IMPORTED_MODULE_1__/* .property */ .MZ)(type, 'anyOf');
    const schemas = [type, (0,_json_js__WEBPACK_IMPORTED_MODULE_1__/* .property */ .MZ)(type, 'items'), ...(Array.isArray(alternatives) ? alternatives : [])];
    const values = schemas.map((schema) => (0,_json_js__WEBPACK_IMPORTED_MODULE_1__/* .property */ .MZ)(schema, 'enum')).find((texts) => texts !== undefined);
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
            const spellings = keyword === 'properties' ? [this.#members.get(String(name)) ?? new _a(undefined)] : members;
            return spellings.reduce((result, spelling) => spelling.#keywords(result), inside);
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
