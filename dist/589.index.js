export const id = 589;
export const ids = [589];
export const modules = {

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
        addSyntaxProblem(error, problems);
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
        const cut = (0,display/* shownText */.f$)(message).slice(1, -1);
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

/***/ 3589:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  checkReportFile: () => (/* binding */ checkReportFile)
});

// UNUSED EXPORTS: REPORT_SCHEMA, parseReportFile

// EXTERNAL MODULE: ./src/exchange/cmdlets.ts
var cmdlets = __webpack_require__(26407);
// EXTERNAL MODULE: ./src/files/fields.ts
var fields = __webpack_require__(59682);
// EXTERNAL MODULE: ./src/files/workspace.ts
var files_workspace = __webpack_require__(79622);
// EXTERNAL MODULE: ./src/files/yaml-file.ts + 1 modules
var yaml_file = __webpack_require__(25948);
// EXTERNAL MODULE: ./src/reports/built-in.ts + 9 modules
var built_in = __webpack_require__(27959);
// EXTERNAL MODULE: ./src/schema/check.ts
var check = __webpack_require__(11935);
// EXTERNAL MODULE: ./src/text/did-you-mean.ts
var did_you_mean = __webpack_require__(63180);
// EXTERNAL MODULE: ./src/text/display.ts
var display = __webpack_require__(24745);
// EXTERNAL MODULE: ./src/reports/column-schemas.ts
var column_schemas = __webpack_require__(28384);
// EXTERNAL MODULE: ./src/reports/definition.ts
var definition = __webpack_require__(54530);
// EXTERNAL MODULE: ./src/errors.ts
var errors = __webpack_require__(83916);
// EXTERNAL MODULE: ./src/files/yaml-value.ts
var yaml_value = __webpack_require__(48712);
// EXTERNAL MODULE: ./src/reports/expressions/expression.ts
var expressions_expression = __webpack_require__(14057);
// EXTERNAL MODULE: ./src/reports/expressions/syntax.ts
var syntax = __webpack_require__(55260);
;// CONCATENATED MODULE: ./src/reports/file/expression.ts





/** Nobody can read a longer expression, and the library parses recursively. */
const MAX_LENGTH = 4000;
/** A JMESPath expression. */
const EXPRESSION = {
    schema: { type: 'string', maxLength: MAX_LENGTH, pattern: '\\S' },
    read: (value) => {
        const expression = value.text();
        if (expression === undefined)
            return undefined;
        if (expression.length > MAX_LENGTH) {
            return value.reject(`is longer than ${MAX_LENGTH} characters.`, 'Shorten it.');
        }
        const mistake = (0,syntax/* syntaxError */.Ip)(expression);
        if (mistake !== undefined) {
            const message = `${(0,display/* shownText */.f$)(value.name)} is not JMESPath: ${mistake.message}.`;
            return value.report(message, 'See https://jmespath.site for the language.', (0,yaml_value/* offsetInText */.IK)(value, mistake.offset));
        }
        try {
            (0,expressions_expression/* compileExpression */.Wo)(expression);
            return expression;
        }
        catch (error) {
            if (!(error instanceof errors/* UserError */.yo))
                throw error;
            return value.report(error.message, error.hint);
        }
    },
};

;// CONCATENATED MODULE: ./src/reports/file/columns.ts







const MAX_COLUMNS = 200;
const MAX_NAME_LENGTH = 100;
const RESERVED = [definition/* MAILBOX_COLUMN */.aN, ...definition/* STATUS_COLUMNS */.bq, ...definition/* VERDICT_COLUMNS */.aZ, definition/* INCONCLUSIVE_MEMBER */.In];
/** No blanks around it, no invisible characters, and not a number alone: JavaScript objects list such keys first. */
const COLUMN_NAME = /^(?!\d+$)(?=\S)[^\p{C}\p{Zl}\p{Zp}]*(?<=\S)$/u;
/** `columns`: name to expression. */
const COLUMNS = {
    schema: {
        type: 'object',
        minProperties: 1,
        maxProperties: MAX_COLUMNS,
        propertyNames: {
            maxLength: MAX_NAME_LENGTH,
            pattern: COLUMN_NAME.source,
            not: { anyOf: RESERVED.map((name) => ({ pattern: `^${inAnyCase(name)}$` })) },
        },
        additionalProperties: EXPRESSION.schema,
    },
    read: (value) => {
        const entries = value.entries();
        if (entries === undefined)
            return undefined;
        if (entries.length === 0)
            value.report('"columns" has no column.', 'Add a column: "Name: expression".');
        if (entries.length > MAX_COLUMNS)
            value.report(`There are more than ${MAX_COLUMNS} columns.`, 'Remove some columns.');
        const seen = new Set();
        const columns = entries.map(({ key, keyOffset, value: expression }) => {
            const folded = key.trim().toLowerCase();
            const hint = seen.has(folded) ? 'Another column has this name. Names are compared without case.' : nameHint(key);
            if (hint !== undefined)
                value.report(`A column cannot be called ${(0,display/* shownText */.f$)(key)}.`, hint, keyOffset);
            seen.add(folded);
            return [key, EXPRESSION.read(expression) ?? ''];
        });
        const places = entries.map(({ key, keyOffset }) => [key, value.problems.placeOf(keyOffset)]);
        return { columns: Object.fromEntries(columns), places: new Map(places) };
    },
};
/** What to do about a name that a column cannot have; undefined if it can. */
function nameHint(name) {
    const reserved = RESERVED.find((column) => column.toLowerCase() === name.toLowerCase());
    if (reserved !== undefined)
        return `Every report uses the name ${reserved}. Choose another name.`;
    if (name.length > MAX_NAME_LENGTH)
        return `Use at most ${MAX_NAME_LENGTH} characters.`;
    if (COLUMN_NAME.test(name))
        return undefined;
    if (name.trim() === '')
        return 'Enter a name.';
    if (name !== name.trim())
        return 'Remove the blanks around the name.';
    return /^\d+$/.test(name)
        ? 'Add a word: a column cannot be called by a number alone.'
        : 'Remove line breaks and invisible characters.';
}
/** A pattern of a word: JSON Schema has no flags. */
function inAnyCase(word) {
    return word.replace(/./g, (letter) => `[${letter.toLowerCase()}${letter.toUpperCase()}]`);
}
/** `types`: column name to a JSON Schema of the cells' possible values, besides null. */
const TYPES = (0,fields/* later */.NU)({
    type: 'object',
    maxProperties: MAX_COLUMNS,
    additionalProperties: column_schemas/* CELL_SCHEMA */.vX,
});
/** @param columns undefined if they cannot be read: then every name is accepted */
function readTypes(value, columns) {
    const types = (value.entries() ?? []).flatMap(({ key, keyOffset, value: type }) => {
        requireColumn(key, columns, '"types" describes columns listed under "columns".', type, keyOffset);
        const schema = (0,check/* cellSchema */.g)(type);
        return schema === undefined ? [] : [[key, schema]];
    });
    return Object.fromEntries(types);
}
/** Adds a problem for a name that is none of the columns. */
function requireColumn(name, columns, hint, value, offset = value.offset) {
    if (columns === undefined || Object.hasOwn(columns, name))
        return;
    const meant = (0,did_you_mean/* suggestion */.h)(name, Object.keys(columns));
    value.report(`The report has no column ${(0,display/* shownText */.f$)(name)}.`, `${meant}${hint}`, offset);
}
const COLUMN_LIST = (0,fields/* later */.NU)({ type: 'array', items: fields/* anyText */.Ae.schema });
/** `compare`. */
const COMPARE = (0,fields/* record */.g1)({
    ignore: {
        is: COLUMN_LIST,
        required: true,
        description: 'Columns that are left out, such as counts that differ in every run.',
        examples: [['UnreadItems']],
    },
});
/**
 * Reads a list of columns.
 *
 * @param columns undefined if they cannot be read: then every name is accepted
 */
function columnList(value, columns, hint) {
    return value.items()?.flatMap((item) => {
        const name = item.text();
        if (name !== undefined)
            requireColumn(name, columns, hint, item);
        return name ?? [];
    });
}
/** `item`: a column, or a list of columns. */
const ITEM = (0,fields/* later */.NU)({
    anyOf: [fields/* anyText */.Ae.schema, { type: 'array', minItems: 1, maxItems: 5, items: fields/* anyText */.Ae.schema }],
});
/**
 * Reads `item`.
 *
 * @param columns undefined if they cannot be read: then every name is accepted
 * @param rows the report's `rows`: with one row a mailbox, nothing has to be named
 */
function readItem(value, columns, rows) {
    if (rows === undefined)
        return value.reject('names rows, and the report has one row a mailbox.', 'Remove the key.');
    const names = (0,fields/* oneOrMore */.h9)(fields/* anyText */.Ae, { noun: 'column', maxItems: 5, hint: 'Name a column, or remove the key.' }).read(value);
    for (const name of names ?? [])
        requireColumn(name, columns, '"item" names columns listed under "columns".', value);
    return names;
}
const HIGHLIGHT = (0,fields/* record */.g1)({
    title: {
        is: (0,fields/* line */.n8)(80),
        required: true,
        description: 'The rows in one line, for people.',
        examples: ['Category without a color'],
    },
    when: {
        is: column_schemas/* COLUMN_SCHEMAS */.QH,
        required: true,
        description: 'Columns, each with a JSON Schema that its cell must meet, as in a rule of a policy.',
        examples: [{ Color: { const: 'none' } }],
    },
    columns: {
        is: COLUMN_LIST,
        description: 'The columns to show first, after the mailbox. Default: the columns under when.',
        examples: [['Color', 'Category']],
    },
});
/** `highlights`: a title, a condition, and the columns to show first. */
const HIGHLIGHTS = (0,fields/* list */.p_)((0,fields/* later */.NU)(HIGHLIGHT.schema), {
    noun: 'highlight',
    maxItems: 20,
    hint: 'Remove some highlights.',
});
/** @param report its columns with their types; undefined if they cannot be read: then every name is accepted */
function readHighlights(items, report) {
    const titles = new Set();
    const reports = report === undefined ? [] : [report];
    return items.flatMap((item) => {
        const keys = HIGHLIGHT.read(item);
        const title = keys?.get('title');
        if (title !== undefined && titles.has(title.toLowerCase())) {
            const message = `There is a highlight ${(0,display/* shownText */.f$)(title)} already.`;
            keys?.valueOf('title')?.report(message, 'Give each its own title.');
        }
        if (title !== undefined)
            titles.add(title.toLowerCase());
        const condition = keys?.get('when');
        const when = condition && (0,column_schemas/* columnSchemas */.Vo)(condition, { report, reports });
        const named = keys?.get('columns');
        const columns = named && columnList(named, report?.columns, 'Name columns listed under "columns" of the report.');
        if (title === undefined || when === undefined)
            return [];
        return [{ title, when, columns: columns ?? Object.keys(when).filter((name) => name !== definition/* MAILBOX_COLUMN */.aN) }];
    });
}

// EXTERNAL MODULE: ./src/exchange/query.ts
var query = __webpack_require__(34241);
;// CONCATENATED MODULE: ./src/reports/file/exchange-request.ts






const MAX_PROPERTIES = 100;
/** Reports only read. */
const NAMES = (0,cmdlets/* mailboxCmdlets */.$m)();
/** `request` of a report from Exchange Online. */
const KEYS = (0,fields/* record */.g1)({
    cmdlet: {
        is: (0,fields/* text */.Qq)({
            among: NAMES,
            hint: (name) => `${(0,did_you_mean/* suggestion */.h)(name, NAMES)}Reports can use these cmdlets, which only read: ${NAMES.join(', ')}.`,
        }),
        required: true,
        description: 'A cmdlet of Exchange Online that only reads.',
    },
    parameters: {
        is: (0,fields/* later */.NU)({ type: 'object', additionalProperties: fields/* truth */.Im.schema }),
        description: 'Switches of the cmdlet. The action sets the mailbox.',
        examples: [{ IncludeHidden: true }],
    },
    select: {
        is: (0,fields/* list */.p_)((0,fields/* text */.Qq)({ pattern: /^[A-Za-z][A-Za-z0-9]{0,99}$/, hint: () => 'Write the name of a property.' }), {
            noun: 'property',
            minItems: 1,
            maxItems: MAX_PROPERTIES,
            hint: `List 1 to ${MAX_PROPERTIES} properties that the columns read.`,
        }),
        required: true,
        description: 'The properties that the columns read.',
        examples: [['AuditBypassEnabled']],
    },
    'per-mailbox': {
        is: fields/* truth */.Im,
        description: 'Run the cmdlet for each mailbox, instead of listing the tenant with it.',
        default: false,
    },
});
/** For editors: also what depends on the cmdlet. */
const EXCHANGE_REQUEST_SCHEMA = {
    ...KEYS.schema,
    allOf: NAMES.map((name) => ({
        if: { properties: { cmdlet: { const: name } } },
        then: { properties: byCmdlet(name) },
    })),
};
function byCmdlet(name) {
    const switches = [...switchesOf(name)];
    return {
        parameters: switches.length === 0 ? { maxProperties: 0 } : { propertyNames: { enum: switches } },
        ...(isListing(name) ? {} : { 'per-mailbox': { enum: [true, 'true'] } }),
    };
}
/** Reads `request` of a report from Exchange Online. */
function readExchangeRequest(value) {
    const keys = KEYS.read(value);
    const cmdlet = keys?.get('cmdlet');
    const settings = keys?.get('parameters');
    const parameters = settings && readParameters(settings, cmdlet);
    const select = keys?.get('select');
    const perMailbox = keys?.get('per-mailbox');
    if (cmdlet === undefined)
        return undefined;
    if (perMailbox === false && !isListing(cmdlet)) {
        const message = `${cmdlet} must run for each mailbox: Exchange cannot list the tenant with it.`;
        keys?.valueOf('per-mailbox')?.report(message, 'Remove the key, or set it to true.');
    }
    if (select === undefined)
        return undefined;
    const runsForEach = perMailbox === true || !isListing(cmdlet);
    return { cmdlet, parameters, select: [...new Set(select)], perMailbox: runsForEach || undefined };
}
/** @param cmdlet undefined if it is not known: then any name of a parameter is accepted */
function readParameters(value, cmdlet) {
    const parameters = (value.entries() ?? []).flatMap(({ key, keyOffset, value: setting }) => {
        if (cmdlet === undefined || switchesOf(cmdlet).includes(key))
            return [[key, fields/* truth */.Im.read(setting) === true]];
        value.report(`${(0,display/* shownText */.f$)(key)} cannot be a parameter here.`, parameterHint(key, cmdlet), keyOffset);
        return [];
    });
    return Object.fromEntries(parameters);
}
/** What to do about a parameter that the cmdlet cannot have. */
function parameterHint(name, cmdlet) {
    const folded = name.toLowerCase();
    const switches = switchesOf(cmdlet);
    if (folded === 'identity' || folded === 'mailbox')
        return 'Remove it: the action sets it to each mailbox.';
    if (folded === 'resultsize')
        return 'Remove it: the action reads all results.';
    if (switches.length === 0)
        return `Remove it: reports can set no parameter of ${cmdlet}.`;
    const known = switches.map((one) => `"${one}"`).join(', ');
    return `${(0,did_you_mean/* suggestion */.h)(name, switches)}Reports can set these parameters of ${cmdlet}: ${known}.`;
}
function switchesOf(cmdlet) {
    return cmdlets/* CMDLETS */.Hr.get(cmdlet)?.switches ?? [];
}
function isListing(cmdlet) {
    return cmdlets/* CMDLETS */.Hr.get(cmdlet)?.kind === 'listing';
}
/** The cmdlets that return several objects for a mailbox. */
const CMDLETS_OF_MANY = NAMES.filter((name) => cmdlets/* CMDLETS */.Hr.get(name)?.many === true);
/** Rows that are objects of the answer, perhaps only some of them. */
const OBJECTS = /^value(?:\[\?[^\]]*\])?$/;
/**
 * Adds a problem for each expression that reads a property that `select` does not name, so that its cells would always be
 * blank, and for a report without rows whose mailboxes have several objects.
 *
 * @param file the whole file
 * @param expressions those that are valid
 */
function checkProperties(file, request, { rows, columns = {} }) {
    const { cmdlet, select } = request;
    const rowsValue = file.entry('rows')?.value;
    if (rowsValue === undefined && CMDLETS_OF_MANY.includes(cmdlet)) {
        const hint = 'Add "rows: value", which gives a row for each of them.';
        file.report(`"rows" is missing: ${cmdlet} returns several objects for a mailbox.`, hint);
    }
    const isList = (0,query/* hasObjectList */.oZ)(request);
    if (rowsValue !== undefined && rows !== undefined)
        checkReads(rowsValue, rows, isList ? ['value'] : select);
    // Rows that are parts of objects have properties that no key names.
    if (rowsValue !== undefined && !(isList && OBJECTS.test(rows ?? '')))
        return;
    const columnsValue = file.entry('columns')?.value;
    for (const [name, expression] of Object.entries(columns)) {
        const value = columnsValue?.entry(name)?.value;
        if (value !== undefined)
            checkReads(value, expression, select);
    }
}
function checkReads(value, expression, names) {
    for (const property of propertiesOf(expression)) {
        if (names.includes(property))
            continue;
        const hint = `${(0,did_you_mean/* suggestion */.h)(property, names)}It can read: ${names.join(', ')}.`;
        value.reject(`reads ${(0,display/* shownText */.f$)(property)}, which is not there.`, hint);
    }
}
/** None for a text that is not JMESPath, which is a problem of its own. */
function propertiesOf(expression) {
    try {
        return (0,syntax/* rowProperties */.kA)(expression);
    }
    catch {
        return [];
    }
}

;// CONCATENATED MODULE: ./src/reports/file/path.ts

const path_MAX_LENGTH = 1000;
const BELOW = 'The path is relative to /users/{mailbox}/, for example mailFolders/inbox/messageRules.';
const NO_ROWS = 'Name a resource that Graph returns as JSON. Options such as $count and $top belong under "query".';
const BRACES = {
    pattern: /[{}]/,
    message: () => 'contains braces.',
    hint: 'Remove them: only the path of "children" has a placeholder, {id}. Leave out {mailbox}.',
};
/** In this order. A path stays below `/users/{mailbox}/`, however a server decodes it. */
const REFUSALS = [
    { pattern: /^\s|\s$/, message: () => 'begins or ends with a blank.', hint: 'Remove the blank.' },
    {
        pattern: /^(?:[A-Za-z][A-Za-z0-9+.-]*:|\/\/)/,
        message: () => 'is a complete URL.',
        hint: `Remove the scheme, the host and the version. ${BELOW}`,
    },
    {
        pattern: /^\/?(?:(?:[vV]1\.0|[bB][eE][tT][aA])\/)?(?:[uU][sS][eE][rR][sS]\/[^/]*|[mM][eE])(?:\/|$)/,
        message: (found) => `begins with ${(0,display/* shownText */.f$)(found)}.`,
        hint: `Remove this part. ${BELOW}`,
    },
    { pattern: /^\//, message: () => 'begins with a slash.', hint: `Remove it. ${BELOW}` },
    { pattern: /\?/, message: () => 'contains a query.', hint: 'Remove the ? and move the options to "query".' },
    { pattern: /#/, message: () => 'contains a #.', hint: 'Write a # in a name as %23.' },
    { pattern: /\\/, message: () => 'contains a backslash.', hint: 'Separate segments with /.' },
    BRACES,
    {
        // The characters of a path in RFC 3986. https://www.rfc-editor.org/rfc/rfc3986#section-3.3
        pattern: /[^A-Za-z0-9\-._~!$&'()*+,;=:@%/{}]/u,
        message: (found) => `contains ${(0,display/* shownText */.f$)(found)}, which is not allowed in a path.`,
        hint: (found) => `Percent-encode it${found.isWellFormed() ? `: ${encodeURIComponent(found)}` : ''}.`,
    },
    {
        pattern: /(?:^|\/)(?:\/|$)/,
        message: () => 'has an empty segment.',
        hint: 'Write one / between segments, and none at the end.',
    },
    {
        pattern: /([^/]*%(?![0-9A-Fa-f]{2})[^/]*)/,
        message: (found) => `has an invalid percent-encoding in ${(0,display/* shownText */.f$)(found)}.`,
        hint: 'Write a % as %25.',
    },
    {
        // A server may decode more than once, or after it has split the path.
        pattern: /([^/]*%(?:25|2[fF]|5[cC]|7[fF]|[01][0-9A-Fa-f]|[cC]2%[89])[^/]*)/,
        message: (found) => `has an encoded character in ${(0,display/* shownText */.f$)(found)} that is not allowed.`,
        hint: 'Encoded / \\ % and control characters are not allowed.',
    },
    {
        pattern: /(?:^|\/)((?:\.|%2[eE])+)(?:\/|$)/,
        message: (found) => `has the relative segment ${(0,display/* shownText */.f$)(found)}.`,
        hint: `Write the path without it. ${BELOW}`,
    },
    {
        pattern: /(?:^|\/)((?:\$|%24)[^/]*)/,
        message: (found) => `names ${(0,display/* shownText */.f$)(found)}, which has no rows.`,
        hint: NO_ROWS,
    },
];
/** The path of a report's request; '' for the user itself. */
const PATH = {
    schema: { anyOf: [{ const: '' }, schemaOf(REFUSALS)] },
    read: (value) => (value.node !== null && 'value' in value.node && value.node.value === '' ? '' : readPath(value)),
};
/** The path of child rows, in which `{id}` is replaced with the row's id. */
const CHILDREN_PATH = {
    schema: {
        ...schemaOf(REFUSALS.filter((refusal) => refusal !== BRACES)),
        pattern: '^[^{}]*\\{id\\}[^{}]*$',
        examples: ['mailFolders/{id}/childFolders'],
    },
    read: (value) => readPath(value, '{id}'),
};
function schemaOf(refusals) {
    const anyOf = refusals.map(({ pattern }) => ({ pattern: pattern.source }));
    return { type: 'string', maxLength: path_MAX_LENGTH, not: { anyOf } };
}
function readPath(value, placeholder = '') {
    const written = value.text();
    if (written === undefined)
        return undefined;
    const count = placeholder === '' ? 1 : written.split(placeholder).length - 1;
    if (count !== 1) {
        const hint = 'Write {id} once, where the id of the row belongs, for example mailFolders/{id}/childFolders.';
        return value.reject(count === 0 ? `has no "${placeholder}".` : `has more than one "${placeholder}".`, hint);
    }
    const path = placeholder === '' ? written : written.replace(placeholder, 'id');
    if (path.length > path_MAX_LENGTH)
        return value.reject(`is longer than ${path_MAX_LENGTH} characters.`, BELOW);
    for (const { pattern, message, hint } of REFUSALS) {
        const match = pattern.exec(path);
        if (match === null)
            continue;
        const found = match[1] ?? match[0];
        return value.reject(message(found), typeof hint === 'string' ? hint : hint(found));
    }
    const broken = path.split('/').find((segment) => !isDecodable(segment));
    if (broken === undefined)
        return written;
    return value.reject(`has an invalid percent-encoding in ${(0,display/* shownText */.f$)(broken)}.`, 'Write a % as %25.');
}
/** Whether the encoded bytes are UTF-8. */
function isDecodable(segment) {
    try {
        decodeURIComponent(segment);
        return true;
    }
    catch {
        return false;
    }
}

;// CONCATENATED MODULE: ./src/reports/file/query.ts


const SETTING = { type: ['string', 'number', 'boolean'], pattern: '\\S' };
const WHOLE = { type: ['integer', 'string'] };
/** OData options that a report can use. https://learn.microsoft.com/graph/query-parameters */
const ODATA = {
    $top: {
        pattern: /^(?:[1-9][0-9]{0,2}|1000)$/,
        hint: 'Use a whole number from 1 to 1000.',
        schema: { ...WHOLE, minimum: 1, maximum: 1000 },
    },
    ...Object.fromEntries(['$select', '$filter', '$expand', '$orderby', '$search'].map((name) => [
        name,
        { pattern: /\S/, hint: 'Enter a value.', schema: SETTING },
    ])),
    $count: { pattern: /^(?:true|false)$/, hint: 'Use true or false.', schema: { type: ['boolean', 'string'] } },
    $skip: { pattern: /^(?:0|[1-9][0-9]{0,8})$/, hint: 'Use a whole number.', schema: { ...WHOLE, minimum: 0 } },
};
const query_NAMES = Object.keys(ODATA);
/** Options of links to the next page, which the action follows. */
const PAGING = ['$skiptoken', '$deltatoken'];
/** Options of Graph that are not OData's, such as `includeHiddenFolders`. */
const OTHER = /^@?(?!(?:top|select|filter|expand|orderby|search|count|skip|skiptoken|deltatoken)$)[A-Za-z][\w.-]*$/;
/** Relationships of a user that are collections of directory objects. https://learn.microsoft.com/graph/api/resources/user */
const DIRECTORY_COLLECTIONS = new Set([
    ...['memberof', 'transitivememberof', 'directreports', 'transitivereports', 'createdobjects', 'ownedobjects'],
    ...['owneddevices', 'registereddevices', 'licensedetails', 'approleassignments', 'oauth2permissiongrants'],
    ...['scopedrolememberof', 'sponsors', 'agreementacceptances'],
]);
const QUERY_TEXT = /^(?!\?)(?:[^#%]|%[0-9A-Fa-f]{2})+$/;
/** Query options, not encoded: a mapping, or a text such as `$top=100&$select=id`. */
const QUERY = {
    schema: {
        anyOf: [
            { type: 'string', pattern: QUERY_TEXT.source, examples: ['$top=100&$select=id'] },
            {
                type: 'object',
                additionalProperties: false,
                properties: Object.fromEntries(Object.entries(ODATA).map(([name, { pattern, schema }]) => [name, { ...schema, pattern: pattern.source }])),
                patternProperties: { [OTHER.source]: SETTING },
            },
        ],
    },
    read: (value) => value,
};
/**
 * Reads query options.
 *
 * @param path of the request. Directory collections accept smaller pages than Outlook's.
 */
function readQuery(value, path = '') {
    const [collection = ''] = path.toLowerCase().split(/[/(]/);
    const maxTop = DIRECTORY_COLLECTIONS.has(collection) ? 999 : 1000;
    const options = readOptions(value);
    const seen = new Set();
    for (const { name, value: setting, nameOffset, at } of options) {
        const folded = name.toLowerCase();
        const [problem, hint] = seen.has(folded)
            ? ['is given twice.', 'Remove one. Names are compared without case.']
            : nameProblem(name);
        seen.add(folded);
        if (problem !== undefined)
            value.report(`The option ${(0,display/* shownText */.f$)(name)} ${problem}`, hint, nameOffset);
        else
            checkSetting(name, setting, maxTop, at);
    }
    return Object.fromEntries(options.map((option) => [option.name, option.value]));
}
function readOptions(value) {
    if (value.node !== null && 'value' in value.node && typeof value.node.value === 'string')
        return parseQueryText(value);
    return (value.entries() ?? []).flatMap(({ key, keyOffset, value: at }) => {
        const written = at.scalarText();
        return written === undefined ? [] : [{ name: key, value: written, nameOffset: keyOffset, at }];
    });
}
/** Parses a query string. https://url.spec.whatwg.org/#urlencoded-parsing */
function parseQueryText(at) {
    const query = at.text();
    if (query === undefined)
        return [];
    if (QUERY_TEXT.test(query)) {
        return [...new URLSearchParams(query)].map(([name, value]) => ({ name, value, nameOffset: at.offset, at }));
    }
    const hint = 'Remove ?, # and invalid percent-encoding, or write a mapping, which needs no encoding.';
    at.reject('is no query.', hint);
    return [];
}
function nameProblem(name) {
    if (Object.hasOwn(ODATA, name))
        return [undefined, ''];
    const asOData = (name.startsWith('$') ? name : `$${name}`).toLowerCase();
    if (PAGING.includes(asOData))
        return ['belongs to one page.', 'Remove it: the action reads further pages itself.'];
    if (OTHER.test(name) && !Object.hasOwn(ODATA, asOData))
        return [undefined, ''];
    const meant = (0,did_you_mean/* didYouMean */.a)(name.startsWith('$') ? name : asOData, query_NAMES);
    return [
        'is unknown.',
        `${meant === undefined ? '' : `Did you mean ${meant}? `}Supported OData options: ${query_NAMES.join(', ')}.`,
    ];
}
function checkSetting(name, setting, maxTop, at) {
    const add = (problem, hint) => {
        at.report(`${(0,display/* shownText */.f$)(name)} ${problem}`, hint);
    };
    const known = Object.hasOwn(ODATA, name) ? ODATA[name] : undefined;
    if (setting.trim() === '')
        add('has no value.', 'Enter a value, or remove the option.');
    else if (/\p{Cc}|\p{Cs}/u.test(setting))
        add('contains a control character.', 'Write it on one line.');
    else if (name === '$top' && !(Number(setting) <= maxTop)) {
        add(`cannot be ${(0,display/* shownText */.f$)(setting)}.`, `Use a whole number from 1 to ${maxTop}.`);
    }
    else if (known?.pattern.test(setting) === false)
        add(`cannot be ${(0,display/* shownText */.f$)(setting)}.`, known.hint);
}

;// CONCATENATED MODULE: ./src/reports/file/request.ts




const CHILDREN = (0,fields/* record */.g1)({
    path: {
        is: CHILDREN_PATH,
        required: true,
        description: "The path below /users/{mailbox}/, with {id} in place of the row's id.",
        examples: ['mailFolders/{id}/childFolders'],
    },
    query: { is: QUERY, description: "Query options of these requests. Default: those of the report's request." },
    when: {
        is: EXPRESSION,
        description: 'JMESPath on a row: whether the row has children. Default: children of every row are requested.',
        examples: ['childFolderCount > `0`'],
    },
});
/** `request` of a report from Microsoft Graph. */
const REQUEST = (0,fields/* record */.g1)({
    path: {
        is: PATH,
        required: true,
        description: 'The path below /users/{mailbox}/, percent-encoded, without a query. Empty: the user itself, with $select.',
        examples: ['outlook/masterCategories', 'mailFolders/inbox/messageRules', ''],
    },
    version: {
        is: (0,fields/* choice */.Yq)('v1.0', 'beta'),
        description: 'The version of Microsoft Graph. Responses of beta may change at any time.',
        default: 'v1.0',
    },
    query: {
        is: QUERY,
        description: 'Options of OData and others, not encoded. Or one text such as $top=100&$select=id.',
    },
    'first-page-only': {
        is: fields/* truth */.Im,
        description: 'Read only the first page of the response, for example the newest message by $orderby and $top.',
        default: false,
    },
    children: {
        is: CHILDREN,
        description: 'For rows that contain rows, such as folders: the request for the rows below each row, down to the leaves. Expressions find the rows above a row, outermost first, under `parents`.',
    },
});
/** Reads `request`. Queries that probably do not do what was meant are added to the warnings. */
function readRequest(value, warnings) {
    if (value.entry('cmdlet') !== undefined) {
        return value.reject('has a cmdlet.', 'Add "source: exchange" to the file.');
    }
    const keys = REQUEST.read(value);
    const path = keys?.get('path');
    const version = keys?.get('version') ?? 'v1.0';
    const options = keys?.get('query');
    const query = options && readQuery(options, path);
    if (path === '' && selected(query).includes('signinactivity')) {
        options?.report('The option $select names signInActivity, which Graph does not return for a user principal name.', 'Remove it. Graph returns it only by object ID and in listings: GET /users?$select=userPrincipalName,signInActivity ' +
            'with AuditLog.Read.All and Microsoft Entra ID P1.');
    }
    const firstPageOnly = keys?.get('first-page-only') === true || undefined;
    const below = keys?.get('children');
    const children = below && readChildren(below);
    if (path === undefined)
        return undefined;
    const request = { path, version, query, firstPageOnly, children };
    const offset = value.entry('query')?.keyOffset ?? value.offset;
    for (const [message, hint] of queryWarnings(request))
        warnings.push(value.problems.problem(offset, message, hint));
    return request;
}
/** The properties under `$select`, in lower case: Graph compares them without case. */
function selected({ $select = '' } = {}) {
    return $select.split(',').map((name) => name.trim().split('/', 1).join().toLowerCase());
}
function readChildren(keys) {
    const path = keys.get('path');
    const options = keys.get('query');
    const query = options && readQuery(options, path);
    const when = keys.get('when');
    return path === undefined ? undefined : { path, query, when };
}
function queryWarnings({ path, query = {}, firstPageOnly }) {
    const has = (option) => query[option] !== undefined;
    const found = [];
    if (has('$orderby') && has('$top') && firstPageOnly !== true) {
        found.push([
            'All pages are read: "$top" is the size of a page, not the number of rows.',
            'If only the first rows of the order are needed, add "first-page-only: true" to "request".',
        ]);
    }
    if (path === '' && !has('$select')) {
        found.push([
            'The user is read without "$select", so Graph returns only its default properties.',
            "Name the properties that the columns read: query: { $select: 'accountEnabled,userType' }.",
        ]);
    }
    return found;
}

;// CONCATENATED MODULE: ./src/reports/file/report-file.ts









const report_file_MAX_NAME_LENGTH = 64;
/** Other files of a run. */
const TAKEN = ['violations', 'changes', 'baseline', 'unlisted'];
/** Words, but not what Windows takes for devices: https://learn.microsoft.com/windows/win32/fileio/naming-a-file */
const NAME = /^(?!(?:con|prn|aux|nul|(?:com|lpt)\d)$)[a-z0-9]+(?:-[a-z0-9]+)*$/;
const USUAL_PERMISSION = 'MailboxSettings.Read';
/** `Mail.ReadBasic.All`, `User-Mail.Read`, `eDiscovery.Read.All`. https://learn.microsoft.com/graph/permissions-reference */
const GRAPH_PERMISSION = (0,fields/* text */.Qq)({
    pattern: /^[A-Za-z][A-Za-z0-9-]*(?:\.[A-Z][A-Za-z0-9]*){1,2}$/,
    hint: () => `Name an application permission of Microsoft Graph as Entra writes it, such as ${USUAL_PERMISSION} or Mail.ReadBasic.All.`,
});
const MANY = { noun: 'permission', hint: 'Name a permission, or remove the key.' };
const PERMISSIONS = {
    graph: (0,fields/* oneOrMore */.h9)(GRAPH_PERMISSION, MANY),
    exchange: (0,fields/* oneOrMore */.h9)((0,fields/* text */.Qq)({
        pattern: /^Exchange\.ManageAsApp$/,
        hint: () => `Remove the key: reports from Exchange Online need ${cmdlets/* APP_ROLE */.py}.`,
    }), MANY),
};
const report_file_KEYS = (0,fields/* record */.g1)({
    name: {
        is: (0,fields/* text */.Qq)({
            pattern: NAME,
            maxLength: report_file_MAX_NAME_LENGTH,
            except: [...built_in/* builtInReports */.v.keys(), ...TAKEN],
            hint: report_file_nameHint,
        }),
        required: true,
        description: 'The name of the CSV file, also in the summary: lower-case words with hyphens.',
        examples: ['master-categories'],
    },
    request: {
        is: (0,fields/* later */.NU)({ type: 'object' }),
        required: true,
        description: 'What to request for each mailbox. All pages are read, unless first-page-only is true.',
    },
    columns: {
        is: COLUMNS,
        required: true,
        description: 'Column name to JMESPath expression, in the order of the CSV. MailboxName precedes them, Status and Error follow.',
        examples: [{ Category: 'displayName', Color: 'color' }],
    },
    permission: {
        is: (0,fields/* later */.NU)(PERMISSIONS.graph.schema),
        description: `The application permission that the report requires, or a list of them. With source exchange: ${cmdlets/* APP_ROLE */.py}.`,
        default: USUAL_PERMISSION,
        examples: [USUAL_PERMISSION, 'Mail.ReadBasic.All', ['User.Read.All', 'AuditLog.Read.All']],
    },
    source: {
        is: (0,fields/* choice */.Yq)('graph', 'exchange'),
        description: 'The service to read from. Reports from Exchange Online are experimental.',
        default: 'graph',
    },
    rows: {
        is: EXPRESSION,
        description: 'JMESPath to the array that gives one row per element. Default: one row a mailbox. For a cmdlet that runs for each mailbox, value is the list of its objects.',
        examples: ['value'],
    },
    item: {
        is: ITEM,
        description: 'The column, or the columns, that name a row of a mailbox with several, in violations, baselines and changes. Default: the first column.',
        examples: ['Category', ['Trustee', 'Right']],
    },
    inconclusive: {
        is: EXPRESSION,
        description: 'JMESPath on a row: whether Graph may hide properties of it. Rules about blank cells of such a row are inconclusive.',
        examples: ['isReadOnly && !actions'],
    },
    types: {
        is: TYPES,
        description: "Column name to a JSON Schema of the cells' possible values, besides null. Policies are checked against it, and texts under enum compare without case.",
        examples: [{ Color: { enum: ['none', 'preset0', 'preset1'] }, Unread: { type: 'integer' } }],
    },
    compare: { is: COMPARE, description: 'How the reports of two runs are compared.' },
    unit: {
        is: (0,fields/* line */.n8)(40),
        description: 'What a row is, in the singular, for counts of rows. Default: mailbox, or row if rows is given.',
        examples: ['category'],
    },
    highlights: {
        is: HIGHLIGHTS,
        description: 'Rows that people look for. They are counted in every run, with or without a policy, and never fail the step.',
    },
});
/** The JSON Schema of a report file. The source decides what `request` and `permission` can be. */
const REPORT_SCHEMA = {
    ...report_file_KEYS.schema,
    dependencies: { item: ['rows'] },
    if: { required: ['source'], properties: { source: { const: 'exchange' } } },
    then: {
        properties: { permission: PERMISSIONS.exchange.schema, request: EXCHANGE_REQUEST_SCHEMA },
        if: { properties: { request: { properties: { cmdlet: { enum: [...CMDLETS_OF_MANY] } } } } },
        then: { required: ['rows'] },
    },
    else: { properties: { request: REQUEST.schema } },
};
/**
 * Reads a report file of the workspace. The code of its problems is `REPORT_FILE`.
 *
 * @param file path relative to the workspace, or absolute within it
 * @param workspace absolute path of the repository's checkout
 */
function checkReportFile(file, workspace) {
    const names = [...built_in/* builtInReports */.v.keys()];
    const wanted = {
        code: 'REPORT_FILE',
        noun: 'report file',
        input: 'report',
        extensions: ['yml', 'yaml'],
        names,
    };
    return (0,files_workspace/* checkWorkspaceFile */.K$)(file, workspace, wanted, parseReportFile);
}
/**
 * Parses a report file. The warnings do not prevent a run.
 *
 * @param content its text, or its bytes
 * @param file its path relative to the workspace, with forward slashes
 */
function parseReportFile(content, file) {
    const warnings = [];
    const checked = (0,yaml_file/* readYaml */.g)(content, file, 'REPORT_FILE', (root) => readDefinition(root, warnings));
    return checked.value === undefined ? checked : { ...checked, warnings };
}
function readDefinition(root, warnings) {
    const keys = report_file_KEYS.read(root);
    if (keys === undefined)
        return undefined;
    const name = keys.get('name');
    const source = keys.get('source') ?? 'graph';
    const named = keys.get('permission');
    const usual = source === 'exchange' ? cmdlets/* APP_ROLE */.py : USUAL_PERMISSION;
    const permissions = (named && PERMISSIONS[source].read(named)) ?? [usual];
    const request = keys.get('request');
    const graph = source === 'graph' ? request && readRequest(request, warnings) : undefined;
    const exchange = source === 'exchange' ? request && readExchangeRequest(request) : undefined;
    const rows = keys.get('rows');
    const inconclusive = keys.get('inconclusive');
    const { columns, places } = keys.get('columns') ?? {};
    const declared = keys.get('types');
    const types = declared && readTypes(declared, columns);
    const ignored = keys.get('compare')?.get('ignore');
    const ignore = ignored && columnList(ignored, columns, '"ignore" names columns listed under "columns".');
    const compare = ignore && { ignore };
    const naming = keys.get('item');
    const item = naming && readItem(naming, columns, rows);
    if (exchange !== undefined)
        checkProperties(root, exchange, { rows, columns });
    const unit = keys.get('unit');
    const known = columns && { name: name ?? 'of this file', columns, types };
    const items = keys.get('highlights');
    const highlights = items && readHighlights(items, known);
    if (name === undefined || columns === undefined || places === undefined)
        return undefined;
    const definitionPlaces = { rows: root.problems.placeOf(keys.keyOffset('rows')), columns: places };
    const about = { name, permissions, columns, types, item, compare, unit, highlights };
    const report = { ...about, rows, inconclusive, places: definitionPlaces };
    if (exchange !== undefined)
        return { ...report, source: 'exchange', request: exchange };
    return graph === undefined ? undefined : { ...report, request: graph };
}
/** What to do about a name that a report cannot have. */
function report_file_nameHint(name) {
    if (name.length > report_file_MAX_NAME_LENGTH)
        return `Use at most ${report_file_MAX_NAME_LENGTH} characters.`;
    if (built_in/* builtInReports */.v.has(name))
        return 'A built-in report has this name: choose another name.';
    if (TAKEN.includes(name))
        return 'Another file of the run has this name: choose another name.';
    if (/^[a-z]{3}\d?$/.test(name))
        return 'Windows reserves this file name: add a word.';
    const words = name
        .replace(/([a-z0-9])([A-Z])/g, '$1-$2')
        .toLowerCase()
        .split(/[^a-z0-9]+/);
    const meant = words.filter((word) => word !== '').join('-');
    return `${meant === '' ? '' : `Did you mean "${meant}"? `}Use lower-case words and digits with hyphens between them.`;
}


/***/ })

};
