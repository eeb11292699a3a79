export const id = 858;
export const ids = [858];
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

/***/ 25948:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  g: () => (/* binding */ readYaml)
});

// UNUSED EXPORTS: LARGEST_YAML_FILE

// EXTERNAL MODULE: external "node:buffer"
var external_node_buffer_ = __webpack_require__(4573);
// EXTERNAL MODULE: ./node_modules/yaml/dist/index.js
var dist = __webpack_require__(38815);
// EXTERNAL MODULE: ./src/text/display.ts
var display = __webpack_require__(24745);
// EXTERNAL MODULE: ./src/errors.ts
var errors = __webpack_require__(83916);
;// CONCATENATED MODULE: ./src/files/yaml-problems.ts


/** A crafted file can have half a million. */
const MOST = 100;
/** Collects up to a hundred mistakes of a file, so that all can be corrected at once. */
class FileProblems {
    #code;
    #file;
    #length;
    #lines = new dist/* LineCounter */.HN();
    #found = [];
    /**
     * @param file its path relative to the workspace, with forward slashes
     * @param code of the problems
     */
    constructor(text, file, code) {
        this.#code = code;
        this.#file = file;
        this.#length = text.length;
        this.#lines.addNewLine(0);
        for (let end = text.indexOf('\n'); end !== -1; end = text.indexOf('\n', end + 1))
            this.#lines.addNewLine(end + 1);
    }
    /**
     * @param offset in UTF-16 code units, as editors count columns
     * @param message a sentence that does not name the place. It may quote the file: hostile text until escaped.
     */
    add(offset, message, hint) {
        if (this.#found.length < MOST)
            this.#found.push({ offset, problem: this.problem(offset, message, hint) });
    }
    /** A problem that is not added. */
    problem(offset, message, hint) {
        return new errors/* UserError */.yo(this.#code, message, { hint, place: this.placeOf(offset) });
    }
    /** The place of a character. */
    placeOf(offset) {
        const { line, col: column } = this.#lines.linePos(Math.min(Math.max(offset, 0), this.#length));
        return { file: this.#file, line, column };
    }
    /** How many problems were added, up to the limit. */
    get count() {
        return this.#found.length;
    }
    /** In the file's order. */
    all() {
        return this.#found.toSorted((a, b) => a.offset - b.offset).map(({ problem }) => problem);
    }
}

// EXTERNAL MODULE: ./src/files/yaml-value.ts
var yaml_value = __webpack_require__(48712);
;// CONCATENATED MODULE: ./src/files/yaml-file.ts





/** In bytes. The parser takes a minute for some texts of ten times that size. */
const LARGEST_YAML_FILE = 1_000_000;
/** Policies and reports are never nested as deep. */
const DEEPEST = 100;
/** After one syntax error the parser reports many others. */
const SYNTAX_PROBLEMS = 5;
const QUOTE_IT = 'Put a value into quotes that begins with one of & * ! @ % | > ` [ { or that holds ": " or " #".';
/**
 * Reads a YAML 1.2 file (https://yaml.org/spec/1.2.2) of one document. What YAML has beyond plain values is refused:
 * aliases, which make much of little, anchors, tags and directives. A byte order mark does no harm.
 *
 * @param content its text, or its bytes, which must be UTF-8
 * @param file its path relative to the workspace, with forward slashes
 * @param code of the problems
 * @param read adds a problem if it returns undefined
 */
function readYaml(content, file, code, read) {
    const text = textOf(content);
    const problems = new FileProblems(text, file, code);
    const refusal = refusedContent(content, text);
    if (refusal !== undefined)
        problems.add(...refusal);
    const node = refusal === undefined ? rootOf(text, problems) : undefined;
    const value = node && read(new yaml_value/* YamlValue */.rI(node, node.range[0], '', problems));
    return problems.count === 0 ? { value, problems: [] } : { value: undefined, problems: problems.all() };
}
/** '' for a file that is too large. */
function textOf(content) {
    if (Buffer.byteLength(content) > LARGEST_YAML_FILE)
        return '';
    return (typeof content === 'string' ? content : new TextDecoder().decode(content)).replace(/^\ufeff/, '');
}
function refusedContent(content, text) {
    if (Buffer.byteLength(content) > LARGEST_YAML_FILE)
        return [0, 'The file is larger than 1 MB.', 'Leave out what is not needed, or split the file.'];
    if (typeof content !== 'string' && !(0,external_node_buffer_.isUtf8)(content)) {
        const hint = 'Save it as UTF-8; in PowerShell, write it with -Encoding utf8.';
        return [text.indexOf('\ufffd'), 'The file is not UTF-8.', hint];
    }
    const control = text.search(/(?![\t\n\r\u0085])\p{Cc}/u);
    if (control === -1)
        return undefined;
    const hint = 'Remove it, or write it as an escape such as \\t in double quotes.';
    return [control, 'There is a control character here.', hint];
}
function rootOf(text, problems) {
    // Whether keys are unique is looked at below: the parser would compare each key with every other.
    const { contents, errors } = (0,dist/* parseDocument */.Tp)(text, { uniqueKeys: false, prettyErrors: false, logLevel: 'error' });
    for (const error of errors.slice(0, SYNTAX_PROBLEMS))
        addSyntaxProblem(error, text, problems);
    if (errors.length > 0)
        return undefined;
    const directive = text.slice(0, contents?.range[0] ?? text.length).search(/^%/m);
    if (directive !== -1) {
        problems.add(directive, 'There is a YAML directive here.', 'Remove the line: the file is read as YAML 1.2.');
        return undefined;
    }
    if (contents === null || ((0,dist/* isScalar */.jn)(contents) && contents.value === null && contents.source === '')) {
        problems.add(0, 'The file is empty.', 'Fill it, or name another file.');
        return undefined;
    }
    return isPlain(contents, problems) ? contents : undefined;
}
/** Rewords messages of the parser that an author of the file would not understand. */
function addSyntaxProblem({ code, message, pos: [offset] }, text, problems) {
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
        const cut = (0,display/* shownText */.f$)(message).slice(1, -1);
        const lines = INDENTATION.has(code) ? differingLines(text, offset, message.startsWith('Nested')) : '';
        const hint = `${lines}Look at the indentation, and for a ":" or a quote that is missing. ${QUOTE_IT}`;
        problems.add(offset, `This is not YAML: ${cut}.`, hint);
    }
}
/** Codes of the parser for a line that is indented neither as the one before nor below it. */
const INDENTATION = new Set(['BAD_INDENT', 'BLOCK_AS_IMPLICIT_KEY', 'MISSING_CHAR']);
/** The two lines around a mistake whose keys start in different columns, for a hint; '' if they do not. */
function differingLines(text, offset, isBefore) {
    const lines = text.split('\n');
    const lineIndex = text.slice(0, offset).split('\n').length - 1;
    const isText = (line = '') => /^\s*[^\s#]/.test(line);
    const next = lines.findIndex((line, number) => number > lineIndex && isText(line));
    const previous = lines.findLastIndex((line, number) => number < lineIndex && isText(line));
    const [upper, lower] = isBefore ? [lineIndex, next] : [previous, isText(lines[lineIndex]) ? lineIndex : next];
    const columns = [upper, lower].map((number) => (lines[number] ?? '').search(/[^\s-]/));
    if (upper === -1 || lower === -1 || columns[0] === columns[1])
        return '';
    const [one, other] = [upper, lower].map((number, which) => {
        const lineText = (0,display/* shownText */.f$)((lines[number] ?? '').trimEnd());
        return `Line ${number + 1} starts in column ${(columns[which] ?? 0) + 1}: ${lineText}`;
    });
    return `${one}\n${other}\nKeys of one mapping, and items of one list, start in the same column.\n`;
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
        if (isRefused(node, problems) || isInTypographicQuotes(node, problems))
            plain = false;
        if ((0,dist/* isMap */.jh)(node)) {
            addRepeatedKeys(node, problems);
            for (const { key, value } of node.items) {
                add(key, depth + 1);
                add(value, depth + 1);
            }
        }
        else if ((0,dist/* isSeq */.oP)(node)) {
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
/** Word processors write them instead of quotes: to YAML they are part of the text. */
const OPENING = '“”„«‹‘‚';
const CLOSING = '“”»›’‘';
const IN_QUOTES = new RegExp(`^[${OPENING}].*[${CLOSING}]$`, 's');
/** Half of a pair, as if the text between contained ", " or ": ". An apostrophe at an end is no such half. */
const HALF_QUOTES = /^[“„«][^”“»]*$|^[^“„«]*[”»]$/s;
function isInTypographicQuotes(node, problems) {
    if (!(0,dist/* isScalar */.jn)(node) || node.type !== 'PLAIN')
        return false;
    const text = node.source;
    if (!IN_QUOTES.test(text) && !HALF_QUOTES.test(text))
        return false;
    problems.add(node.range[0], `${(0,display/* shownText */.f$)(text)} has typographic quotes, which are part of the text in YAML.`, `Use straight quotes: ' or ". If the text is to have these quotes, put straight ones around them.`);
    return true;
}
function refusedIn(node) {
    if ((0,dist/* isAlias */.Vj)(node))
        return `an alias (${(0,display/* shownText */.f$)(`*${node.source}`)})`;
    if (node.tag !== undefined)
        return `a tag (${(0,display/* shownText */.f$)(node.tag)})`;
    return node.anchor === undefined ? undefined : `an anchor (${(0,display/* shownText */.f$)(`&${node.anchor}`)})`;
}
function addRepeatedKeys({ items }, problems) {
    const seen = new Set();
    for (const { key } of items) {
        const text = (0,yaml_value/* keyText */.Pu)(key);
        if (text === undefined)
            continue;
        if (seen.has(text))
            problems.add(key.range[0], `The key ${(0,display/* shownText */.f$)(text)} is repeated.`, 'Keep one of them.');
        seen.add(text);
    }
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

/***/ 87858:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   D4: () => (/* binding */ withFile),
/* harmony export */   l2: () => (/* binding */ checkConfig),
/* harmony export */   withConfig: () => (/* binding */ withConfig)
/* harmony export */ });
/* unused harmony exports CONFIG_SCHEMA, parseConfigFile, configFileOf, readConfig, fileSettings */
/* harmony import */ var node_fs__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(73024);
/* harmony import */ var node_fs__WEBPACK_IMPORTED_MODULE_0___default = /*#__PURE__*/__webpack_require__.n(node_fs__WEBPACK_IMPORTED_MODULE_0__);
/* harmony import */ var yaml__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(38815);
/* harmony import */ var _errors_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(83916);
/* harmony import */ var _files_fields_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(59682);
/* harmony import */ var _files_workspace_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(79622);
/* harmony import */ var _files_yaml_file_js__WEBPACK_IMPORTED_MODULE_5__ = __webpack_require__(25948);
/* harmony import */ var _former_names_js__WEBPACK_IMPORTED_MODULE_6__ = __webpack_require__(31801);
/* harmony import */ var _input_readers_js__WEBPACK_IMPORTED_MODULE_7__ = __webpack_require__(26464);
/* harmony import */ var _inputs_js__WEBPACK_IMPORTED_MODULE_8__ = __webpack_require__(75481);









const CONFIG_FILE = 'mailbox-report.yml';
const MAX_VALUES = 1_000;
const INPUT_PREFIX_LENGTH = (0,_input_readers_js__WEBPACK_IMPORTED_MODULE_7__/* .inputVariable */ .LO)('').length;
/** A number as YAML or a text has it: the input decides which it accepts. */
const NUMBER = {
    schema: { type: ['number', 'string'] },
    read: (value) => value.scalarText()?.trim(),
};
/** `artifact-name: ''` uploads nothing, instead of the default. */
const BLANKABLE = {
    schema: { type: 'string' },
    read: (value) => ((0,yaml__WEBPACK_IMPORTED_MODULE_1__/* .isScalar */ .jn)(value.node) && value.node.value === '' ? '' : value.text()),
};
/** A value as the runner passes it. */
function fieldOf({ read, about }) {
    if (read?.choices !== undefined)
        return (0,_files_fields_js__WEBPACK_IMPORTED_MODULE_3__/* .choice */ .Yq)(...read.choices);
    if (read?.kind === 'number')
        return NUMBER;
    if (read?.kind !== 'list')
        return read?.blank === true ? BLANKABLE : _files_fields_js__WEBPACK_IMPORTED_MODULE_3__/* .anyText */ .Ae;
    const many = (0,_files_fields_js__WEBPACK_IMPORTED_MODULE_3__/* .oneOrMore */ .h9)(_files_fields_js__WEBPACK_IMPORTED_MODULE_3__/* .anyText */ .Ae, { noun: 'value', maxItems: MAX_VALUES, hint: `Name ${about}.` });
    return { schema: many.schema, read: (value) => many.read(value)?.join('\n') };
}
function keyOf(row) {
    const { about: description, example } = row;
    const defaultValue = (0,_inputs_js__WEBPACK_IMPORTED_MODULE_8__/* .defaultOf */ .HA)(row);
    return {
        is: fieldOf(row),
        description,
        ...(example !== undefined && { examples: [example] }),
        ...(defaultValue !== '' && { default: defaultValue }),
    };
}
/** Why the file must not have an input; undefined if it may. */
function refusal({ refused, secret }) {
    return secret === true ? 'A secret does not belong in a file that is committed.' : refused;
}
/** By the variable in which the runner passes them. */
const ROWS = new Map((0,_inputs_js__WEBPACK_IMPORTED_MODULE_8__/* .inputsOf */ .Vc)('report').flatMap(([name, row]) => (refusal(row) === undefined ? [[(0,_input_readers_js__WEBPACK_IMPORTED_MODULE_7__/* .inputVariable */ .LO)(name), row]] : [])));
const KEYS = (0,_files_fields_js__WEBPACK_IMPORTED_MODULE_3__/* .record */ .g1)(Object.fromEntries((0,_inputs_js__WEBPACK_IMPORTED_MODULE_8__/* .inputsOf */ .Vc)('report').flatMap(([name, row]) => (ROWS.has((0,_input_readers_js__WEBPACK_IMPORTED_MODULE_7__/* .inputVariable */ .LO)(name)) ? [[name, keyOf(row)]] : []))), refusedEntry);
/** The JSON Schema of mailbox-report.yml. */
const CONFIG_SCHEMA = KEYS.schema;
/** Parses a file whose keys are names of inputs. Its values are by the variable of the input, as the runner passes them. */
function parseConfigFile(content, file) {
    return (0,_files_yaml_file_js__WEBPACK_IMPORTED_MODULE_5__/* .readYaml */ .g)(content, file, 'CONFIG_FILE', (root) => {
        const keys = KEYS.read(root);
        const entries = (root.entries() ?? []).filter(
        // The variable of a key in another case is the same, but such a key is none.
        (entry) => entry.key === entry.key.toLowerCase() && ROWS.has((0,_input_readers_js__WEBPACK_IMPORTED_MODULE_7__/* .inputVariable */ .LO)(entry.key)) && !refusedEntry(entry));
        return Object.fromEntries(entries.map(({ key }) => [(0,_input_readers_js__WEBPACK_IMPORTED_MODULE_7__/* .inputVariable */ .LO)(key), keys?.get(key)]));
    });
}
/** Why the file must not have an entry: a former name or value, or an input that is no key. */
function refusedEntry({ key, value }) {
    const removed = (0,_former_names_js__WEBPACK_IMPORTED_MODULE_6__/* .removedInput */ .Je)('key', key, (0,yaml__WEBPACK_IMPORTED_MODULE_1__/* .isScalar */ .jn)(value.node) ? String(value.node.value) : '');
    if (removed !== undefined)
        return removed;
    const row = _inputs_js__WEBPACK_IMPORTED_MODULE_8__/* .INPUTS */ .mc.get(key);
    const hint = row && refusal(row);
    return hint === undefined ? undefined : { message: `The key "${key}" is refused here.`, hint };
}
/** The file of the terminal program: of its option, else mailbox-report.yml if the current folder has it. */
function configFileOf(option) {
    return option ?? (existsSync(CONFIG_FILE) ? CONFIG_FILE : undefined);
}
/** Reads a file of the workspace whose keys are names of inputs. A file that cannot be read is a problem. */
function checkConfig(file, workspace) {
    const fileRules = { code: 'CONFIG_FILE', noun: 'file', input: 'config', extensions: ['yml', 'yaml'] };
    return (0,_files_workspace_js__WEBPACK_IMPORTED_MODULE_4__/* .checkWorkspaceFile */ .K$)(file, workspace, fileRules, parseConfigFile);
}
/** The same. Rejects with the UserError `CONFIG_FILE`, which has all problems. */
async function readConfig(file, workspace) {
    const checked = await checkConfig(file, workspace);
    const { problems } = checked;
    const [first] = problems;
    if (first === undefined || problems.length === 1)
        return (0,_errors_js__WEBPACK_IMPORTED_MODULE_2__/* .requireValue */ .vd)(checked);
    const isList = (hint) => hint.startsWith('The keys here are');
    const lines = problems.map(({ message, hint, place }) => {
        const [sentence = ''] = isList(hint) ? [] : hint.split(/(?<=[.?]) /);
        return `Line ${place?.line ?? 1}: ${message} ${sentence}`.trimEnd();
    });
    const keys = problems.find(({ hint }) => isList(hint))?.hint ?? 'Correct these lines.';
    throw (0,_errors_js__WEBPACK_IMPORTED_MODULE_2__/* .reworded */ .Fg)(first, [`${file} has ${problems.length} mistakes.`, ...lines].join('\n'), keys);
}
/** The environment of an action with the values of the file that the input `config` names. Rejects as `readConfig` does. */
async function withConfig(env, workspace) {
    const file = env[(0,_input_readers_js__WEBPACK_IMPORTED_MODULE_7__/* .inputVariable */ .LO)('config')]?.trim() ?? '';
    if (file === '')
        return { env, fileSettings: [] };
    const values = await readConfig(file, workspace);
    return { env: withFile(env, values), fileSettings: fileSettings(file, values, env) };
}
/** A sentence for each input that decides whether the step fails, and that the file sets: the environment does not. */
function fileSettings(file, values, env) {
    return [...ROWS].flatMap(([variable, { decides }]) => {
        const value = values[variable];
        if (decides !== true || value === undefined || isSet(variable, env))
            return [];
        return [`${file} sets ${variable.slice(INPUT_PREFIX_LENGTH).toLowerCase()}: ${value}`];
    });
}
/**
 * An environment with the values of a file. An input that is set takes precedence, even if it has the usual value: action.yml has
 * no default for it, except for the name of the artifact, where blank is a value.
 */
function withFile(env, file) {
    return { ...env, ...Object.fromEntries(Object.entries(file).filter(([variable]) => !isSet(variable, env))) };
}
function isSet(variable, env) {
    const row = ROWS.get(variable);
    const value = env[variable]?.trim() ?? '';
    if (row?.read?.blank !== true)
        return value !== '';
    return env[variable] !== undefined && value !== (0,_inputs_js__WEBPACK_IMPORTED_MODULE_8__/* .defaultOf */ .HA)(row);
}


/***/ })

};
