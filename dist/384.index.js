export const id = 384;
export const ids = [384];
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
    let deepest = value;
    for (const step of path) {
        const next = deepest.inside(step);
        if (next === undefined)
            break;
        deepest = next;
    }
    return deepest;
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
/* harmony import */ var _text_audience_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(58217);
/* harmony import */ var _text_display_js__WEBPACK_IMPORTED_MODULE_7__ = __webpack_require__(24745);
/* harmony import */ var _text_did_you_mean_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(63180);
/* harmony import */ var _definition_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(54530);
/* harmony import */ var _registration_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(47082);
/* harmony import */ var _text_registration_js__WEBPACK_IMPORTED_MODULE_8__ = __webpack_require__(60658);
/* harmony import */ var _schema_check_js__WEBPACK_IMPORTED_MODULE_5__ = __webpack_require__(11935);
/* harmony import */ var _schema_column_domain_js__WEBPACK_IMPORTED_MODULE_6__ = __webpack_require__(42190);









const ADDRESSES = { type: { type: 'string', minLength: 1 }, blank: false };
/** A JSON Schema of a cell. The file of the whole JSON Schema defines its keywords. */
const CELL_SCHEMA = { type: 'object', minProperties: 1, allOf: [{ $ref: '#/definitions/schema' }] };
/** Columns of a report, each with a schema of its cells. */
const COLUMN_SCHEMAS = (0,_files_fields_js__WEBPACK_IMPORTED_MODULE_0__/* .later */ .NU)({
    type: 'object',
    minProperties: 1,
    propertyNames: { not: { enum: [..._definition_js__WEBPACK_IMPORTED_MODULE_3__/* .STATUS_COLUMNS */ .bq, ..._definition_js__WEBPACK_IMPORTED_MODULE_3__/* .VERDICT_COLUMNS */ .aZ] } },
    additionalProperties: CELL_SCHEMA,
});
/**
 * Reads columns of a report, or of others with one row a mailbox, each with a schema of its cells. Added to the problems are columns
 * that the reports have not, and schemas that no cell of the column can meet.
 *
 * @param about the report, undefined if it is not known: then any column will do; and all reports that are known
 */
function columnSchemas(value, target) {
    const { report, reports } = target;
    const entries = value.entries();
    if (entries === undefined)
        return undefined;
    if (entries.length === 0)
        value.reject('names no column.', 'Add one: "Column: { const: value }".');
    const schemas = entries.flatMap((entry) => {
        const isColumn = requireColumn(entry, target);
        const domain = isColumn && report !== undefined ? columnDomain(entry.key, report, reports) : _schema_column_domain_js__WEBPACK_IMPORTED_MODULE_6__/* .ANY_VALUE */ .LG;
        const schema = (0,_schema_check_js__WEBPACK_IMPORTED_MODULE_5__/* .cellSchema */ .g)(entry.value, domain);
        return schema === undefined ? [] : [[entry.key, schema]];
    });
    return Object.fromEntries(schemas);
}
/** Whether the report, or another one, has the column; a problem is added if not. Any column will do of a report that is not known. */
function requireColumn(entry, { report, reports, complete = true }) {
    const { key, keyOffset, value } = entry;
    if (report === undefined)
        return true;
    if ((0,_definition_js__WEBPACK_IMPORTED_MODULE_3__/* .hasColumn */ .R4)(report, key))
        return true;
    const reference = (0,_definition_js__WEBPACK_IMPORTED_MODULE_3__/* .referenceOf */ .Bz)(report, key);
    const others = reports.filter((one) => one.name !== report.name);
    if (reference !== undefined && others.length > 0)
        return requireReference(entry, reference, report, others, complete);
    const refused = refusal(key);
    if (refused !== undefined) {
        value.report(`A condition cannot be about ${(0,_text_display_js__WEBPACK_IMPORTED_MODULE_7__/* .shownText */ .f$)(key)}.`, refused, keyOffset);
        return false;
    }
    const { name, columns } = report;
    const ofMailbox = report.about === undefined ? [_definition_js__WEBPACK_IMPORTED_MODULE_3__/* .MAILBOX_COLUMN */ .aN] : [];
    const columnNames = [...ofMailbox, ...Object.keys(columns), ...(0,_definition_js__WEBPACK_IMPORTED_MODULE_3__/* .fileColumnNames */ .Zr)(report)];
    const dotted = dottedName(key, others);
    const meant = dotted ?? (0,_text_did_you_mean_js__WEBPACK_IMPORTED_MODULE_2__/* .didYouMean */ .au)(key, columnNames);
    const sameButCase = meant?.toLowerCase() === key.toLowerCase();
    const hint = meant === undefined
        ? elsewhere(key, reports)
        : sameButCase
            ? `Write "${meant}": case counts. `
            : `Did you mean "${meant}"? `;
    const names = columnNames.map((column) => (0,_text_display_js__WEBPACK_IMPORTED_MODULE_7__/* .shownText */ .f$)(column).slice(1, -1)).join(', ');
    value.report(`The report ${name} has no column ${(0,_text_display_js__WEBPACK_IMPORTED_MODULE_7__/* .shownText */ .f$)(key)}.`, `${hint}Its columns are: ${names}.`, keyOffset);
    return false;
}
/** Whether another report has the column that a name with a dot means, and one row a mailbox. */
function requireReference({ key, keyOffset, value }, { report: name, column }, own, others, complete) {
    const report = others.find((one) => one.name === name);
    if (report === undefined) {
        if (!complete)
            return true;
        const names = others.filter(({ rows }) => rows === undefined).map((one) => one.name);
        const hint = name === own.name
            ? `Write ${(0,_text_display_js__WEBPACK_IMPORTED_MODULE_7__/* .shownText */ .f$)(column)} alone: ${name} is the report of the rule. `
            : `${(0,_text_did_you_mean_js__WEBPACK_IMPORTED_MODULE_2__/* .suggestion */ .h)(name, names)}The reports with one row a mailbox are: ${names.join(', ')}.`;
        value.report(`There is no column ${(0,_text_display_js__WEBPACK_IMPORTED_MODULE_7__/* .shownText */ .f$)(key)}, and no other report ${(0,_text_display_js__WEBPACK_IMPORTED_MODULE_7__/* .shownText */ .f$)(name)}.`, hint, keyOffset);
        return false;
    }
    if (own.about === 'tenant' && report.about === undefined) {
        const hint = `A rule about ${own.name}, which is about the tenant, can name columns of tables with one row.`;
        value.report(`${(0,_text_display_js__WEBPACK_IMPORTED_MODULE_7__/* .shownText */ .f$)(key)} is a column of a report about mailboxes.`, hint, keyOffset);
        return false;
    }
    if (report.rows !== undefined) {
        const hint = `Name ${name} under "report", and the other columns with their reports.`;
        const kind = report.about === undefined ? 'report with several rows a mailbox' : 'table with several rows';
        value.report(`${(0,_text_display_js__WEBPACK_IMPORTED_MODULE_7__/* .shownText */ .f$)(key)} is a column of a ${kind}.`, hint, keyOffset);
        return false;
    }
    if (Object.hasOwn(report.columns, column))
        return true;
    const names = Object.keys(report.columns);
    const hint = refusal(column) ?? `${(0,_text_did_you_mean_js__WEBPACK_IMPORTED_MODULE_2__/* .suggestion */ .h)(column, names)}Its columns are: ${names.join(', ')}.`;
    value.report(`The report ${name} has no column ${(0,_text_display_js__WEBPACK_IMPORTED_MODULE_7__/* .shownText */ .f$)(column)}.`, hint, keyOffset);
    return false;
}
/** The name with a dot, for a column of another report whose name has another sign between. */
function dottedName(key, others) {
    const [, name = '', column = ''] = /^([a-z][a-z0-9-]*)\s*[/:\\>#]+\s*(\w+)$/i.exec(key) ?? [];
    const other = others.find((one) => one.name === name.toLowerCase() && one.rows === undefined);
    const meant = Object.keys(other?.columns ?? {}).find((one) => one.toLowerCase() === column.toLowerCase());
    return meant === undefined ? undefined : `${other?.name ?? ''}.${meant}`;
}
/** How to name a column of another report. */
function elsewhere(column, reports) {
    const owners = reports.filter(({ columns }) => Object.hasOwn(columns, column));
    if (owners.length === 0)
        return '';
    const single = owners.filter(({ rows }) => rows === undefined).map(({ name }) => (0,_text_display_js__WEBPACK_IMPORTED_MODULE_7__/* .shownText */ .f$)(`${name}.${column}`));
    const names = owners.map(({ name }) => name).join(' and ');
    const written = single.length === 0 ? '' : `, or write ${single.join(' or ')}`;
    return `It is a column of ${names}: name that under "report"${written}. `;
}
function refusal(column) {
    const folded = column.toLowerCase();
    if (_definition_js__WEBPACK_IMPORTED_MODULE_3__/* .STATUS_COLUMNS */ .bq.some((name) => name.toLowerCase() === folded)) {
        return `A mailbox that could not be read is inconclusive by itself; ${(0,_text_audience_js__WEBPACK_IMPORTED_MODULE_1__/* .inputName */ .yu)('max-unreadable')} says how many may be.`;
    }
    if (folded === _text_registration_js__WEBPACK_IMPORTED_MODULE_8__/* .REGISTERED_COLUMN */ .c.toLowerCase()) {
        return 'Name a register under the key "register" of the policy file: mailbox-permissions, calendar-permissions and access then have the column.';
    }
    return _definition_js__WEBPACK_IMPORTED_MODULE_3__/* .VERDICT_COLUMNS */ .aZ.some((name) => name.toLowerCase() === folded) ? 'It is what the rules give.' : undefined;
}
/** The values that a column of a report, or of another one, can have. */
function columnDomain(column, report, reports) {
    const { columns, listColumns } = report;
    const reference = (0,_definition_js__WEBPACK_IMPORTED_MODULE_3__/* .referenceOf */ .Bz)(report, column);
    const other = reference && reports.find(({ name }) => name === reference.report);
    if (reference !== undefined && other !== undefined)
        return columnDomain(reference.column, other, []);
    // A rule does not apply where it is blank.
    if ((0,_registration_js__WEBPACK_IMPORTED_MODULE_4__/* .isRegisteredColumn */ .JL)(report, column))
        return { type: _registration_js__WEBPACK_IMPORTED_MODULE_4__/* .REGISTERED_TYPE */ .Sl, blank: false };
    if (listColumns?.has(column) === true)
        return { type: { type: 'string' }, blank: true };
    if (column === _definition_js__WEBPACK_IMPORTED_MODULE_3__/* .MAILBOX_COLUMN */ .aN && !Object.hasOwn(columns, column))
        return ADDRESSES;
    return { type: (0,_definition_js__WEBPACK_IMPORTED_MODULE_3__/* .columnType */ .DW)(report, column), blank: true };
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
/* harmony import */ var _json_js__WEBPACK_IMPORTED_MODULE_9__ = __webpack_require__(8301);
/* harmony import */ var _text_did_you_mean_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(63180);
/* harmony import */ var _text_display_js__WEBPACK_IMPORTED_MODULE_10__ = __webpack_require__(24745);
/* harmony import */ var _cell_schema_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(69507);
/* harmony import */ var _column_domain_js__WEBPACK_IMPORTED_MODULE_5__ = __webpack_require__(42190);
/* harmony import */ var _keywords_js__WEBPACK_IMPORTED_MODULE_6__ = __webpack_require__(9131);
/* harmony import */ var _pattern_js__WEBPACK_IMPORTED_MODULE_7__ = __webpack_require__(26005);
/* harmony import */ var _relative_dates_js__WEBPACK_IMPORTED_MODULE_8__ = __webpack_require__(64043);











const TYPES = ['null', 'boolean', 'object', 'array', 'number', 'integer', 'string'];
/** In characters of JSON. Thousands of time zones fit; compiling a much larger schema takes minutes. */
const MAX_LENGTH = 20_000;
const MAX_PATTERN_LENGTH = 1000;
const FORMATS = Object.keys((0,_cell_schema_js__WEBPACK_IMPORTED_MODULE_4__/* .linearFormats */ .IT)());
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
function cellSchema(value, domain = _column_domain_js__WEBPACK_IMPORTED_MODULE_5__/* .ANY_VALUE */ .LG) {
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
    const types = (0,_column_domain_js__WEBPACK_IMPORTED_MODULE_5__/* .namedTypes */ .J3)(schema)?.filter((type) => around?.includes(type) !== false) ?? around ?? (0,_column_domain_js__WEBPACK_IMPORTED_MODULE_5__/* .jsonTypes */ .Qv)(domain);
    const subschemas = [{ path, schema, domain, types }];
    (0,_keywords_js__WEBPACK_IMPORTED_MODULE_6__/* .mapSubschemas */ .TY)(schema, (inside, keyword, name) => {
        if ((0,_json_js__WEBPACK_IMPORTED_MODULE_9__/* .isObject */ .Gv)(inside)) {
            const steps = [...path, keyword, ...(name === undefined ? [] : [name])];
            const members = (0,_column_domain_js__WEBPACK_IMPORTED_MODULE_5__/* .memberDomain */ .nK)(keyword, name, domain);
            subschemas.push(...subschemasOf(inside, members ?? domain, steps, members === undefined ? types : undefined));
        }
        return inside;
    });
    return subschemas;
}
/** Checks the keywords of one schema, but not of those inside it. */
function checkKeywords(value, subschema) {
    const { schema, path } = subschema;
    for (const [keyword, under] of Object.entries(schema)) {
        const inside = [...path, keyword];
        if (!_keywords_js__WEBPACK_IMPORTED_MODULE_6__/* .KEYWORDS */ .d6.includes(keyword))
            reportUnknown(keyword, value, (0,_files_yaml_json_js__WEBPACK_IMPORTED_MODULE_1__/* .keyOffsetAt */ .E0)(value, inside));
        else
            checkValue(under, keyword, { ...subschema, place: (0,_files_yaml_json_js__WEBPACK_IMPORTED_MODULE_1__/* .valueAt */ .fK)(value, inside) });
    }
    for (const [least, most] of BOUNDS) {
        const [low, high] = [(0,_json_js__WEBPACK_IMPORTED_MODULE_9__/* .property */ .MZ)(schema, least), (0,_json_js__WEBPACK_IMPORTED_MODULE_9__/* .property */ .MZ)(schema, most)];
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
    else if ((0,_relative_dates_js__WEBPACK_IMPORTED_MODULE_8__/* .isDateLimit */ .Gu)(keyword))
        checkDateLimit(under, schema, place);
    else if (keyword === 'const')
        checkPossible(under, domain, place);
    else if (keyword === 'enum' && Array.isArray(under)) {
        for (const [index, one] of under.entries())
            checkPossible(one, domain, (0,_files_yaml_json_js__WEBPACK_IMPORTED_MODULE_1__/* .valueAt */ .fK)(place, [index]));
    }
    else if ((keyword === 'properties' || keyword === 'patternProperties') && (0,_json_js__WEBPACK_IMPORTED_MODULE_9__/* .isObject */ .Gv)(under)) {
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
    const unsupported = _keywords_js__WEBPACK_IMPORTED_MODULE_6__/* .UNSUPPORTED_KEYWORDS */ .$Z.get(keyword);
    if (unsupported !== undefined) {
        return value.report(`The keyword ${(0,_text_display_js__WEBPACK_IMPORTED_MODULE_10__/* .shownText */ .f$)(keyword)} is not supported.`, unsupported, offset);
    }
    const hint = (0,_text_did_you_mean_js__WEBPACK_IMPORTED_MODULE_3__/* .suggestion */ .h)(_keywords_js__WEBPACK_IMPORTED_MODULE_6__/* .KEYWORD_SYNONYMS */ .pz.get(keyword.toLowerCase()) ?? keyword, _keywords_js__WEBPACK_IMPORTED_MODULE_6__/* .KEYWORDS */ .d6) +
        'The keywords are those of draft 2020-12, such as const, enum, pattern, minimum and not.';
    return value.report(`${(0,_text_display_js__WEBPACK_IMPORTED_MODULE_10__/* .shownText */ .f$)(keyword)} is not a keyword of JSON Schema.`, hint, offset);
}
function checkPattern(pattern, place) {
    if (pattern.length > MAX_PATTERN_LENGTH) {
        const hint = 'Shorten it. A list of values belongs under enum.';
        place.reject(`is longer than ${MAX_PATTERN_LENGTH} characters.`, hint);
        return;
    }
    const problem = (0,_pattern_js__WEBPACK_IMPORTED_MODULE_7__/* .patternProblem */ .AL)(pattern);
    if (problem === undefined)
        return;
    const reason = (0,_text_display_js__WEBPACK_IMPORTED_MODULE_10__/* .shownText */ .f$)(problem.message).slice(1, -1);
    const offset = (0,_files_yaml_value_js__WEBPACK_IMPORTED_MODULE_2__/* .offsetInText */ .IK)(place, problem.at);
    place.report(`${(0,_text_display_js__WEBPACK_IMPORTED_MODULE_10__/* .shownText */ .f$)(place.name)} is not a valid pattern: ${reason}.`, problem.hint, offset);
}
function checkFormat(format, place) {
    if (FORMATS.includes(format))
        return;
    const hint = `${(0,_text_did_you_mean_js__WEBPACK_IMPORTED_MODULE_3__/* .suggestion */ .h)(format, FORMATS)}The formats are: ${FORMATS.join(', ')}.`;
    place.report(`There is no format ${(0,_text_display_js__WEBPACK_IMPORTED_MODULE_10__/* .shownText */ .f$)(format)}.`, hint);
}
/** Under `not`, a type that the column lacks makes a rule that checks nothing: `validate` warns of that. */
function checkType(type, schema, domain, place) {
    const names = (0,_column_domain_js__WEBPACK_IMPORTED_MODULE_5__/* .namedTypes */ .J3)(schema)?.filter((name) => TYPES.includes(name)) ?? [];
    const possible = (0,_column_domain_js__WEBPACK_IMPORTED_MODULE_5__/* .jsonTypes */ .Qv)(domain);
    if (names.length === 0 || names.some((name) => possible.includes(name)))
        return;
    const hint = 'Use a type that the column has, or name another column.';
    place.reject(`cannot be ${(0,_files_yaml_json_js__WEBPACK_IMPORTED_MODULE_1__/* .shownJson */ .oB)(type)}: the column holds ${(0,_column_domain_js__WEBPACK_IMPORTED_MODULE_5__/* .domainText */ .QI)(domain)}.`, hint);
}
function checkDateLimit(limit, { format }, place) {
    if (typeof format !== 'string' || !DATE_FORMATS.includes(format)) {
        const hint = 'Add "format: date-time", or "format: date" for a column of days.';
        place.reject('needs a format of dates or times beside it.', hint);
    }
    else if (!(0,_relative_dates_js__WEBPACK_IMPORTED_MODULE_8__/* .isRelativeDate */ .Dj)(limit, format) && (typeof limit !== 'string' || !(0,_cell_schema_js__WEBPACK_IMPORTED_MODULE_4__/* .compileCell */ .CH)({ format })(limit))) {
        const hint = `Write today, today+30d, today-7d${format === 'date' ? '' : ', now'}, or a value in the format ${format}.`;
        place.reject(`cannot be ${(0,_files_yaml_json_js__WEBPACK_IMPORTED_MODULE_1__/* .shownJson */ .oB)(limit)}.`, hint);
    }
}
function checkPossible(value, domain, place) {
    const hint = (0,_column_domain_js__WEBPACK_IMPORTED_MODULE_5__/* .outsideDomain */ .qy)(value, domain);
    if (hint !== undefined)
        place.reject(`cannot be ${(0,_files_yaml_json_js__WEBPACK_IMPORTED_MODULE_1__/* .shownJson */ .oB)(value)}: the column never has this value.`, hint);
}
const forDraft = (0,_cell_schema_js__WEBPACK_IMPORTED_MODULE_4__/* .newAjv */ .y4)();
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
    const json = (0,_files_yaml_json_js__WEBPACK_IMPORTED_MODULE_1__/* .jsonValue */ .IL)(wrong) ?? null;
    const isType = path.includes('type') && error.keyword === 'enum';
    const meant = isType && typeof json === 'string' ? (0,_text_did_you_mean_js__WEBPACK_IMPORTED_MODULE_3__/* .suggestion */ .h)(json, TYPES) : '';
    const allowed = isType ? `must be one of ${TYPES.join(', ')}` : (error.message ?? '');
    wrong.reject(`cannot be ${(0,_files_yaml_json_js__WEBPACK_IMPORTED_MODULE_1__/* .shownJson */ .oB)(json)}.`, `${meant}It ${allowed}.`);
}
/** Finds keywords that are about values of other types than the schema, so that every value meets them. */
function checkTypes(value, { schema, path, domain, types }) {
    for (const keyword of Object.keys(schema)) {
        const typeOfKeyword = _keywords_js__WEBPACK_IMPORTED_MODULE_6__/* .TYPES_OF_KEYWORDS */ .$c.get(keyword);
        // Some formats are of numbers.
        if (typeOfKeyword === undefined ||
            types.includes(typeOfKeyword) ||
            (keyword === 'format' && types.includes('number')))
            continue;
        const other = { maxLength: 'maxItems', minLength: 'minItems', maxItems: 'maxLength', minItems: 'minLength' }[keyword];
        (0,_files_yaml_json_js__WEBPACK_IMPORTED_MODULE_1__/* .valueAt */ .fK)(value, [...path, keyword]).report(`"${keyword}" has no effect: it is about values of type ${typeOfKeyword}, and the column holds ${(0,_column_domain_js__WEBPACK_IMPORTED_MODULE_5__/* .domainText */ .QI)(domain)}.`, other === undefined
            ? 'Use a keyword for that type, such as const or enum, or "items" for the values in a list.'
            : `Did you mean "${other}"?`);
    }
}
/** Compiles in Ajv's strict mode. https://ajv.js.org/strict-mode.html */
function checkStrictly(value, schema) {
    try {
        (0,_cell_schema_js__WEBPACK_IMPORTED_MODULE_4__/* .compileCell */ .CH)((0,_relative_dates_js__WEBPACK_IMPORTED_MODULE_8__/* .resolveDates */ .EX)(schema, 0));
    }
    catch (error) {
        const reason = error instanceof Error ? error.message.replace('strict mode: ', '') : '';
        value.reject(`is not a valid schema: ${(0,_text_display_js__WEBPACK_IMPORTED_MODULE_10__/* .shownText */ .f$)(reason).slice(1, -1)}.`, 'See https://json-schema.org/draft/2020-12/json-schema-validation for the keywords.');
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
    return plain !== undefined && !/[,{}[\]]/.test(plain) ? (0,_text_display_js__WEBPACK_IMPORTED_MODULE_10__/* .shownText */ .f$)(plain).slice(1, -1) : (0,_text_display_js__WEBPACK_IMPORTED_MODULE_10__/* .shownText */ .f$)(String(node.value));
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
/* harmony export */   m5: () => (/* binding */ isUndocumented),
/* harmony export */   nK: () => (/* binding */ memberDomain),
/* harmony export */   qy: () => (/* binding */ outsideDomain)
/* harmony export */ });
/* harmony import */ var _files_yaml_json_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(57835);
/* harmony import */ var _json_js__WEBPACK_IMPORTED_MODULE_7__ = __webpack_require__(8301);
/* harmony import */ var _text_did_you_mean_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(63180);
/* harmony import */ var _text_numbers_js__WEBPACK_IMPORTED_MODULE_8__ = __webpack_require__(92613);
/* harmony import */ var _cell_schema_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(69507);
/* harmony import */ var _keywords_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(9131);
/* harmony import */ var _pattern_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(26005);
/* harmony import */ var _relative_dates_js__WEBPACK_IMPORTED_MODULE_5__ = __webpack_require__(64043);
/* harmony import */ var _spelling_js__WEBPACK_IMPORTED_MODULE_6__ = __webpack_require__(88105);









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
            const items = (0,_json_js__WEBPACK_IMPORTED_MODULE_7__/* .property */ .MZ)(type, 'items');
            return (0,_json_js__WEBPACK_IMPORTED_MODULE_7__/* .isObject */ .Gv)(items) ? { type: items, blank: false } : ANY_VALUE;
        }
        case 'properties': {
            const member = (0,_json_js__WEBPACK_IMPORTED_MODULE_7__/* .property */ .MZ)((0,_json_js__WEBPACK_IMPORTED_MODULE_7__/* .property */ .MZ)(type, 'properties'), String(name));
            return (0,_json_js__WEBPACK_IMPORTED_MODULE_7__/* .isObject */ .Gv)(member) ? { type: member, blank: true } : ANY_VALUE;
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
        return (0,_text_numbers_js__WEBPACK_IMPORTED_MODULE_8__/* .listed */ .KE)(values.map(plain), 'or');
    const items = (0,_json_js__WEBPACK_IMPORTED_MODULE_7__/* .property */ .MZ)(type, 'items');
    const names = typeNames(type);
    if (names.includes('array') && (0,_json_js__WEBPACK_IMPORTED_MODULE_7__/* .isObject */ .Gv)(items))
        return `lists of ${domainText({ type: items, blank: false })}`;
    if (names.length === 0)
        return 'the values of its type';
    const examples = (0,_json_js__WEBPACK_IMPORTED_MODULE_7__/* .property */ .MZ)(type, 'examples');
    const example = Array.isArray(examples) ? examples[0] : undefined;
    const nouns = names.map((name) => NOUNS[name] ?? name);
    return (0,_text_numbers_js__WEBPACK_IMPORTED_MODULE_8__/* .listed */ .KE)(nouns, 'or') + (example === undefined ? '' : ` such as ${plain(example)}`);
}
/** What to write instead of a value of `const` or `enum` that the domain lacks; undefined if the domain has the value. */
function outsideDomain(value, domain) {
    const { type, blank } = domain;
    if (type === undefined || (value === null && blank))
        return undefined;
    const accepts = (0,_cell_schema_js__WEBPACK_IMPORTED_MODULE_2__/* .compileCell */ .CH)(type);
    const spelling = new _spelling_js__WEBPACK_IMPORTED_MODULE_6__/* .Spelling */ .Z(type);
    const isPossible = (one) => accepts(spelling.cell(one));
    if (isPossible(value)) {
        const meant = isUndocumented(value, domain) ? (0,_text_did_you_mean_js__WEBPACK_IMPORTED_MODULE_1__/* .suggestion */ .h)(value, (0,_spelling_js__WEBPACK_IMPORTED_MODULE_6__/* .enumTexts */ .W)(type)) : '';
        return meant === '' ? undefined : `${meant}The column holds ${domainText(domain)}.`;
    }
    return `${replacement(value, type, isPossible)}The column holds ${domainText(domain)}${blank ? ', or null if blank' : ''}.`;
}
/** Whether a column that has documented texts and others can have a value that is not documented. */
function isUndocumented(value, { type }) {
    return typeof value === 'string' && type?.anyOf !== undefined && !(0,_spelling_js__WEBPACK_IMPORTED_MODULE_6__/* .enumTexts */ .W)(type).includes(value);
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
    return (0,_text_did_you_mean_js__WEBPACK_IMPORTED_MODULE_1__/* .suggestion */ .h)(value, (0,_spelling_js__WEBPACK_IMPORTED_MODULE_6__/* .enumTexts */ .W)(type)) || completion(value, (0,_spelling_js__WEBPACK_IMPORTED_MODULE_6__/* .enumTexts */ .W)(type));
}
/** The shortest text that begins with a word: `SharedMailbox` for `shared`. */
function completion(word, texts) {
    const [shortest] = texts
        .filter((text) => text.toLowerCase().startsWith(word.trim().toLowerCase()))
        .sort((one, other) => one.length - other.length);
    return shortest === undefined || word.trim() === '' ? '' : `Did you mean "${shortest}"? `;
}
function scalarIn(text) {
    const folded = text.trim().toLowerCase();
    if (folded === 'true' || folded === 'false')
        return folded === 'true';
    return /^-?\d+(?:\.\d+)?$/.test(folded) ? Number(folded) : undefined;
}
function typeNames(type) {
    const names = (0,_json_js__WEBPACK_IMPORTED_MODULE_7__/* .property */ .MZ)(type, 'type');
    return (Array.isArray(names) ? names : [names]).filter((name) => typeof name === 'string');
}
function valuesIn(type) {
    const only = (0,_json_js__WEBPACK_IMPORTED_MODULE_7__/* .property */ .MZ)(type, 'const');
    const values = (0,_json_js__WEBPACK_IMPORTED_MODULE_7__/* .property */ .MZ)(type, 'enum') ?? (only === undefined ? undefined : [only]);
    return Array.isArray(values) ? values : undefined;
}
function typeOf(value) {
    if (value === null)
        return 'null';
    return Array.isArray(value) ? 'array' : typeof value;
}
function plain(value) {
    return typeof value === 'string' ? (0,_files_yaml_json_js__WEBPACK_IMPORTED_MODULE_0__/* .shownJson */ .oB)(value).slice(1, -1) : (0,_files_yaml_json_js__WEBPACK_IMPORTED_MODULE_0__/* .shownJson */ .oB)(value);
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
    if (!(0,_json_js__WEBPACK_IMPORTED_MODULE_7__/* .isObject */ .Gv)(schema))
        return schema === true;
    const possible = possibleValues(domain);
    if (possible !== undefined) {
        const accepts = (0,_cell_schema_js__WEBPACK_IMPORTED_MODULE_2__/* .compileCell */ .CH)(new _spelling_js__WEBPACK_IMPORTED_MODULE_6__/* .Spelling */ .Z(domain.type).schema((0,_relative_dates_js__WEBPACK_IMPORTED_MODULE_5__/* .resolveDates */ .EX)(schema, 0)));
        return possible.every(accepts);
    }
    return Object.entries(schema).every(([keyword, value]) => {
        if (_keywords_js__WEBPACK_IMPORTED_MODULE_3__/* .ANNOTATIONS */ .BC.has(keyword))
            return true;
        switch (keyword) {
            case 'type':
                return jsonTypes(domain).every((type) => namedTypes(schema)?.includes(type));
            case 'pattern':
                return typeof value === 'string' && matchesEverything(value);
            case 'minLength':
            case 'minItems':
                // Texts are never empty: what is blank is null.
                return typeof value === 'number' && value <= Number((0,_json_js__WEBPACK_IMPORTED_MODULE_7__/* .property */ .MZ)(domain.type, keyword) ?? 0);
            case 'items':
                return isAlwaysTrue(value, itemDomain(domain));
            case 'not':
                return isNeverTrue(value, domain);
            case 'allOf':
                return Array.isArray(value) && value.every((one) => isAlwaysTrue(one, domain));
            case 'anyOf':
                return Array.isArray(value) && value.some((one) => isAlwaysTrue(one, domain));
            default:
                return false;
        }
    });
}
/** All values of a column that has only a few. */
function possibleValues({ type, blank }) {
    const values = type && valuesIn(type);
    return values && [...values, ...(blank ? [null] : [])];
}
/** Whether no value of a column meets a schema. False if that is uncertain. */
function isNeverTrue(schema, domain) {
    if (!(0,_json_js__WEBPACK_IMPORTED_MODULE_7__/* .isObject */ .Gv)(schema))
        return schema === false;
    const possible = possibleValues(domain);
    if (possible !== undefined) {
        const accepts = (0,_cell_schema_js__WEBPACK_IMPORTED_MODULE_2__/* .compileCell */ .CH)(new _spelling_js__WEBPACK_IMPORTED_MODULE_6__/* .Spelling */ .Z(domain.type).schema((0,_relative_dates_js__WEBPACK_IMPORTED_MODULE_5__/* .resolveDates */ .EX)(schema, 0)));
        return !possible.some(accepts);
    }
    const types = jsonTypes(domain).filter((type) => namedTypes(schema)?.includes(type) !== false);
    if (types.length === 0)
        return true;
    const only = types.length === 1 ? types[0] : undefined;
    if (only === 'string')
        return isNeverText(schema, domain.type);
    if (only !== 'array')
        return false;
    const { contains, minItems } = schema;
    const items = possibleValues(itemDomain(domain));
    // Services give each value of a list once.
    if (typeof minItems === 'number' && items !== undefined && minItems > items.length)
        return true;
    return contains !== undefined && isNeverTrue(contains, itemDomain(domain));
}
/** The items of a list; any value if the type does not say which. */
function itemDomain({ type }) {
    const items = (0,_json_js__WEBPACK_IMPORTED_MODULE_7__/* .property */ .MZ)(type, 'items');
    return (0,_json_js__WEBPACK_IMPORTED_MODULE_7__/* .isObject */ .Gv)(items) ? { type: items, blank: false } : ANY_VALUE;
}
/** A pattern that only one text matches. */
const LITERAL = /^\^([^\\^$.|?*+()[\]{}]*)\$$/;
/** Whether no text of a type meets a schema of texts. */
function isNeverText({ format, pattern, maxLength }, type) {
    if (format !== undefined && excludesFormat(type, format))
        return true;
    if (typeof maxLength === 'number' && maxLength < Number((0,_json_js__WEBPACK_IMPORTED_MODULE_7__/* .property */ .MZ)(type, 'minLength') ?? 0))
        return true;
    const literal = typeof pattern === 'string' ? LITERAL.exec(pattern)?.[1] : undefined;
    return literal !== undefined && type !== undefined && !(0,_cell_schema_js__WEBPACK_IMPORTED_MODULE_2__/* .compileCell */ .CH)(type)(literal);
}
const DATE_FORMATS = ['date', 'time', 'date-time'];
/** Whether the texts of a column never have a format: they have another one of dates, or their type says so. */
function excludesFormat(type, format) {
    const formatOfType = (0,_json_js__WEBPACK_IMPORTED_MODULE_7__/* .property */ .MZ)(type, 'format') ?? null;
    if (DATE_FORMATS.includes(formatOfType) && DATE_FORMATS.includes(format) && formatOfType !== format)
        return true;
    const all = (0,_json_js__WEBPACK_IMPORTED_MODULE_7__/* .property */ .MZ)(type, 'allOf');
    const schemas = [type, ...(Array.isArray(all) ? all : [])];
    return schemas.some((schema) => (0,_json_js__WEBPACK_IMPORTED_MODULE_7__/* .property */ .MZ)((0,_json_js__WEBPACK_IMPORTED_MODULE_7__/* .property */ .MZ)(schema, 'not'), 'format') === format);
}
function matchesEverything(pattern) {
    const compiled = (0,_pattern_js__WEBPACK_IMPORTED_MODULE_4__/* .compilePattern */ .Eb)(pattern);
    return SAMPLES.every((sample) => compiled.test(sample));
}


/***/ })

};
