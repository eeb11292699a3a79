export const id = 947;
export const ids = [947];
export const modules = {

/***/ 4760:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   JA: () => (/* binding */ TRUSTEE_PROPERTIES),
/* harmony export */   Vf: () => (/* binding */ withoutSystemTrustees),
/* harmony export */   du: () => (/* binding */ PERMISSIONS_CMDLET),
/* harmony export */   uu: () => (/* binding */ isSystemTrustee)
/* harmony export */ });
/** The cmdlet whose answers have the grants that every mailbox of Exchange Online inherits. */
const PERMISSIONS_CMDLET = 'Get-MailboxPermission';
/** The properties that say whether a grant is one of them. */
const TRUSTEE_PROPERTIES = ['User', 'UserSid', 'IsInherited'];
/**
 * Groups and accounts of the servers, after the name of the forest: `EURPR05A010\Exchange Servers`, `PRDTSB01\JitUsers`.
 * https://learn.microsoft.com/powershell/module/exchange/get-mailboxpermission lists some; the others are seen in tenants.
 */
const NAMES = new Set([
    'Administrator',
    'Domain Admins',
    'Enterprise Admins',
    'Organization Management',
    'Exchange Servers',
    'View-Only Organization Management',
    'Exchange Trusted Subsystem',
    'Managed Availability Servers',
    'Public Folder Management',
    'Delegated Setup',
    'JitUsers',
].map((name) => name.toLowerCase()));
const FOREST = /^[a-z0-9-]{1,15}\\(.*)$/i;
/** `NT AUTHORITY\SYSTEM` and `NETWORK SERVICE`; Administrator, Domain Admins and Enterprise Admins of any domain. */
const SIDS = /^S-1-5-(?:18|20|21-\d+-\d+-\d+-(?:500|512|519))$/;
const SERVICES = /^NT AUTHORITY\\(?:SYSTEM|NETWORK SERVICE)$/i;
/** The grants without those that every mailbox inherits to Microsoft's own trustees. A direct grant is kept, whoever has it. */
function withoutSystemTrustees(grants) {
    return grants.filter((grant) => !isSystemGrant(grant));
}
function isSystemGrant(grant) {
    if (typeof grant !== 'object' || grant === null || Array.isArray(grant))
        return false;
    const { User: name, UserSid: sid, IsInherited: isInherited } = grant;
    return isInherited === true && isSystemTrustee(name, sid);
}
/** Whether a trustee is one of Microsoft's own. */
function isSystemTrustee(name, sid) {
    if (typeof sid === 'string' && SIDS.test(sid))
        return true;
    return typeof name === 'string' && (SERVICES.test(name) || NAMES.has(FOREST.exec(name)?.[1]?.toLowerCase() ?? ''));
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

/***/ 54771:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  checkReportFile: () => (/* binding */ checkReportFile)
});

// UNUSED EXPORTS: REPORT_SCHEMA, parseReportFile

// EXTERNAL MODULE: ./src/exchange/cmdlets.ts
var cmdlets = __webpack_require__(26407);
// EXTERNAL MODULE: ./src/exchange/system-trustees.ts
var system_trustees = __webpack_require__(4760);
// EXTERNAL MODULE: ./src/files/fields.ts
var fields = __webpack_require__(59682);
// EXTERNAL MODULE: ./src/files/workspace.ts
var files_workspace = __webpack_require__(79622);
// EXTERNAL MODULE: ./src/files/yaml-file.ts + 1 modules
var yaml_file = __webpack_require__(25948);
// EXTERNAL MODULE: ./src/reports/built-in-tables.ts + 5 modules
var built_in_tables = __webpack_require__(35445);
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
;// CONCATENATED MODULE: ./src/reports/file/expression-reader.ts





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

;// CONCATENATED MODULE: ./src/reports/file/column-reader.ts







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
    if (name.length <= MAX_NAME_LENGTH && COLUMN_NAME.test(name))
        return undefined;
    return `Use up to ${MAX_NAME_LENGTH} visible characters, not a number alone, without blanks around them.`;
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
/** Reads `types`. */
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
/** Reads a list of columns. */
function columnList(value, columns, hint) {
    return value.items()?.flatMap((item) => {
        const name = item.text();
        if (name !== undefined)
            requireColumn(name, columns, hint, item);
        return name ?? [];
    });
}
const ITEM_COLUMNS = (0,fields/* oneOrMore */.h9)(fields/* anyText */.Ae, {
    noun: 'column',
    maxItems: 5,
    hint: 'Name a column, or remove the key.',
});
/** `item`: a column, or a list of columns. */
const ITEM = (0,fields/* later */.NU)(ITEM_COLUMNS.schema);
/** Reads `item`. `rows`: the report's; with one row a mailbox, nothing has to be named. */
function readItem(value, columns, rows) {
    if (rows === undefined)
        return value.reject('names rows, and the report has one row a mailbox.', 'Remove the key.');
    const names = ITEM_COLUMNS.read(value);
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
        const value = keys?.get('columns');
        const columns = value && columnList(value, report?.columns, 'Name columns listed under "columns" of the report.');
        if (title === undefined || when === undefined)
            return [];
        return [{ title, when, columns: columns ?? Object.keys(when).filter((name) => name !== definition/* MAILBOX_COLUMN */.aN) }];
    });
}

// EXTERNAL MODULE: ./src/exchange/exchange-query.ts
var exchange_query = __webpack_require__(16081);
;// CONCATENATED MODULE: ./src/reports/file/exchange-request.ts






const MAX_PROPERTIES = 100;
const ORGANIZATION_NAME = /^[a-z][a-zA-Z0-9]{0,29}$/;
/** Reports only read. */
const NAMES = (0,cmdlets/* mailboxCmdlets */.$m)();
/** The folder of each mailbox, as Exchange names it. */
const FOLDER = /^\{mailbox\}:\\[^\p{C}{}]{1,250}$/u;
const SELECT = {
    is: (0,fields/* list */.p_)((0,fields/* text */.Qq)({ pattern: /^[A-Za-z][A-Za-z0-9]{0,99}$/, hint: () => 'Write the name of a property.' }), {
        noun: 'property',
        minItems: 1,
        maxItems: MAX_PROPERTIES,
        hint: `List 1 to ${MAX_PROPERTIES} properties that the columns read.`,
    }),
    required: true,
    description: 'The properties that the columns read.',
};
const ORGANIZATION = (0,fields/* record */.g1)({
    cmdlet: {
        is: (0,fields/* choice */.Yq)(...cmdlets/* ORGANIZATION_CMDLETS */.V$),
        required: true,
        description: 'A cmdlet that returns one object for the organization.',
    },
    select: { ...SELECT, examples: [['AuditDisabled']] },
});
/** `request` of a report from Exchange Online. */
const KEYS = (0,fields/* record */.g1)({
    cmdlet: {
        is: (0,fields/* text */.Qq)({
            among: NAMES,
            hint: (name) => OF_ORGANIZATION.includes(name)
                ? `${name} is about the organization: add "about: tenant" to the file.`
                : `${(0,did_you_mean/* suggestion */.h)(name, NAMES)}Reports can use these cmdlets, which only read: ${NAMES.join(', ')}.`,
        }),
        required: true,
        description: 'A cmdlet of Exchange Online that only reads.',
    },
    parameters: {
        is: (0,fields/* later */.NU)({
            type: 'object',
            properties: { Identity: { type: 'string', pattern: FOLDER.source } },
            additionalProperties: fields/* truth */.Im.schema,
        }),
        description: 'Switches of the cmdlet, and the folder of a cmdlet about folders: by default the calendar, whatever its name, with one more ' +
            'request. The action sets the mailbox.',
        examples: [{ IncludeHidden: true }, { Identity: '{mailbox}:\\Inbox' }],
    },
    select: { ...SELECT, examples: [['AuditBypassEnabled']] },
    organization: {
        is: (0,fields/* later */.NU)({
            type: 'object',
            minProperties: 1,
            maxProperties: cmdlets/* ORGANIZATION_CMDLETS */.V$.length,
            propertyNames: { pattern: ORGANIZATION_NAME.source },
            additionalProperties: ORGANIZATION.schema,
        }),
        description: 'Settings of the organization. Expressions find each object by its name: organization.config.AuditDisabled.',
        examples: [{ config: { cmdlet: 'Get-OrganizationConfig', select: ['AuditDisabled'] } }],
    },
    'per-mailbox': {
        is: fields/* truth */.Im,
        description: 'Run the cmdlet for each mailbox, instead of listing the tenant with it.',
        default: false,
    },
});
/** The cmdlets about the organization. */
const OF_ORGANIZATION = (0,cmdlets/* organizationCmdlets */.CI)();
/** `request` of a report about the tenant. */
const OF_TABLE = (0,fields/* record */.g1)({
    cmdlet: {
        is: (0,fields/* text */.Qq)({
            among: OF_ORGANIZATION,
            hint: (name) => {
                const meant = NAMES.includes(name)
                    ? `${name} is about mailboxes: remove "about: tenant". `
                    : (0,did_you_mean/* suggestion */.h)(name, OF_ORGANIZATION);
                return `${meant}Reports about the tenant can use these cmdlets, which only read: ${OF_ORGANIZATION.join(', ')}.`;
            },
        }),
        required: true,
        description: 'A cmdlet of Exchange Online about the organization that only reads.',
    },
    select: { ...SELECT, examples: [['DomainName', 'AutoForwardEnabled']] },
});
/** For editors: `request` of a report about the tenant. */
const TABLE_CMDLET_SCHEMA = OF_TABLE.schema;
/** Reads `request` of a report about the tenant. */
function readTableCmdlet(value) {
    const keys = OF_TABLE.read(value);
    const [cmdlet, select] = [keys?.get('cmdlet'), keys?.get('select')];
    return cmdlet === undefined || select === undefined ? undefined : { cmdlet, select: [...new Set(select)] };
}
/** For editors: also what depends on the cmdlet. */
const EXCHANGE_REQUEST_SCHEMA = {
    ...KEYS.schema,
    allOf: NAMES.map((name) => ({
        if: { properties: { cmdlet: { const: name } } },
        then: { properties: byCmdlet(name) },
    })),
};
function byCmdlet(name) {
    const switches = [...switchesOf(name), ...(isOfFolder(name) ? ['Identity'] : [])];
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
    const organizationValue = keys?.get('organization');
    const organization = organizationValue && readOrganization(organizationValue);
    if (cmdlet === undefined)
        return undefined;
    if (perMailbox === false && !isListing(cmdlet)) {
        const message = `${cmdlet} must run for each mailbox: Exchange cannot list the tenant with it.`;
        keys?.valueOf('per-mailbox')?.report(message, 'Remove the key, or set it to true.');
    }
    if (select === undefined)
        return undefined;
    const runsForEach = perMailbox === true || !isListing(cmdlet);
    return { cmdlet, parameters, select: [...new Set(select)], perMailbox: runsForEach || undefined, organization };
}
function readOrganization(value) {
    const entries = value.entries() ?? [];
    if (entries.length === 0)
        value.report('"organization" names no cmdlet.', 'Add one, or remove the key.');
    const objects = entries.flatMap(({ key, keyOffset, value: object }) => {
        if (!ORGANIZATION_NAME.test(key)) {
            value.report(`${(0,display/* shownText */.f$)(key)} cannot be a name here.`, 'Use letters and digits, such as "config".', keyOffset);
        }
        const keys = ORGANIZATION.read(object);
        const [cmdlet, select] = [keys?.get('cmdlet'), keys?.get('select')];
        return cmdlet === undefined || select === undefined ? [] : [[key, { cmdlet, select }]];
    });
    return Object.fromEntries(objects);
}
/** @param cmdlet undefined if it is not known: then any name of a parameter is accepted */
function readParameters(value, cmdlet) {
    const parameters = (value.entries() ?? []).flatMap(({ key, keyOffset, value: setting }) => {
        if (key === 'Identity' && (cmdlet === undefined || isOfFolder(cmdlet))) {
            const folder = setting.text();
            if (folder !== undefined && FOLDER.test(folder))
                return [[key, folder]];
            setting.reject('names no folder.', "Write it as Exchange does, with {mailbox} for the mailbox: '{mailbox}:\\Inbox'.");
            return [];
        }
        if (cmdlet === undefined || switchesOf(cmdlet).includes(key))
            return [[key, fields/* truth */.Im.read(setting) === true]];
        value.report(`${(0,display/* shownText */.f$)(key)} cannot be a parameter here.`, parameterHint(key, cmdlet), keyOffset);
        return [];
    });
    return Object.fromEntries(parameters);
}
/** What to do about a parameter that the cmdlet cannot have. */
function parameterHint(name, cmdlet) {
    const names = [...switchesOf(cmdlet), ...(isOfFolder(cmdlet) ? ['Identity'] : [])];
    if (names.length === 0)
        return `Remove it: reports can set no parameter of ${cmdlet}.`;
    return `${(0,did_you_mean/* suggestion */.h)(name, names)}Reports can set these parameters of ${cmdlet}: ${names.join(', ')}.`;
}
function switchesOf(cmdlet) {
    return cmdlets/* CMDLETS */.Hr.get(cmdlet)?.switches ?? [];
}
function isOfFolder(cmdlet) {
    return cmdlets/* CMDLETS */.Hr.get(cmdlet)?.folder !== undefined;
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
    if (rowsValue !== undefined && request.organization !== undefined) {
        rowsValue.reject('cannot be used with "organization".', 'Remove one of the two keys.');
    }
    const isList = (0,exchange_query/* hasObjectList */.oZ)(request);
    if (rowsValue !== undefined && rows !== undefined)
        checkReads(rowsValue, rows, isList ? ['value'] : select);
    // Rows that are parts of objects have properties that no key names.
    if (rowsValue !== undefined && !(isList && OBJECTS.test(rows ?? '')))
        return;
    const columnsValue = file.entry('columns')?.value;
    for (const [name, expression] of Object.entries(columns)) {
        const value = columnsValue?.entry(name)?.value;
        const names = request.organization === undefined ? select : [...select, 'organization'];
        if (value !== undefined)
            checkReads(value, expression, names);
    }
}
/** Adds a problem for each expression of a table that reads a property that `select` does not name. */
function checkTableProperties(file, { select }, { rows, columns = {} }) {
    const rowsValue = file.entry('rows')?.value;
    if (rowsValue !== undefined && rows !== undefined)
        checkReads(rowsValue, rows, ['value']);
    // Rows that are parts of objects have properties that no key names.
    if (rowsValue !== undefined && !OBJECTS.test(rows ?? ''))
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
const OF_TENANT = "The listing is relative to the version, for example users, subscribedSkus or reports/getMailboxUsageDetail(period='D7').";
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
        message: (part) => `begins with ${(0,display/* shownText */.f$)(part)}.`,
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
        message: (part) => `contains ${(0,display/* shownText */.f$)(part)}, which is not allowed in a path.`,
        hint: (part) => `Percent-encode it${part.isWellFormed() ? `: ${encodeURIComponent(part)}` : ''}.`,
    },
    {
        pattern: /(?:^|\/)(?:\/|$)/,
        message: () => 'has an empty segment.',
        hint: 'Write one / between segments, and none at the end.',
    },
    {
        pattern: /([^/]*%(?![0-9A-Fa-f]{2})[^/]*)/,
        message: (part) => `has an invalid percent-encoding in ${(0,display/* shownText */.f$)(part)}.`,
        hint: 'Write a % as %25.',
    },
    {
        // A server may decode more than once, or after it has split the path.
        pattern: /([^/]*%(?:25|2[fF]|5[cC]|7[fF]|[01][0-9A-Fa-f]|[cC]2%[89])[^/]*)/,
        message: (part) => `has an encoded character in ${(0,display/* shownText */.f$)(part)} that is not allowed.`,
        hint: 'Encoded / \\ % and control characters are not allowed.',
    },
    {
        pattern: /(?:^|\/)((?:\.|%2[eE])+)(?:\/|$)/,
        message: (part) => `has the relative segment ${(0,display/* shownText */.f$)(part)}.`,
        hint: `Write the path without it. ${BELOW}`,
    },
    {
        pattern: /(?:^|\/)((?:\$|%24)[^/]*)/,
        message: (part) => `names ${(0,display/* shownText */.f$)(part)}, which has no rows.`,
        hint: NO_ROWS,
    },
];
/** The path of a report's request; '' for the user itself. */
const PATH = {
    schema: { anyOf: [{ const: '' }, schemaOf(REFUSALS)] },
    read: (value) => (value.node !== null && 'value' in value.node && value.node.value === '' ? '' : readPath(value)),
};
/** The path of a listing of the tenant. A user's own collections are no listing. */
const LISTING_PATH = {
    schema: schemaOf(REFUSALS),
    read: (value) => readPath(value, '', OF_TENANT),
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
/** @param below what the path is relative to */
function readPath(value, placeholder = '', below = BELOW) {
    const text = value.text();
    if (text === undefined)
        return undefined;
    const count = placeholder === '' ? 1 : text.split(placeholder).length - 1;
    if (count !== 1) {
        const hint = 'Write {id} once, where the id of the row belongs, for example mailFolders/{id}/childFolders.';
        return value.reject(count === 0 ? `has no "${placeholder}".` : `has more than one "${placeholder}".`, hint);
    }
    const path = placeholder === '' ? text : text.replace(placeholder, 'id');
    if (path.length > path_MAX_LENGTH)
        return value.reject(`is longer than ${path_MAX_LENGTH} characters.`, below);
    for (const { pattern, message, hint } of REFUSALS) {
        const match = pattern.exec(path);
        if (match === null)
            continue;
        const part = match[1] ?? match[0];
        return value.reject(message(part), (typeof hint === 'string' ? hint : hint(part)).replace(BELOW, below));
    }
    const segment = path.split('/').find((one) => !isDecodable(one));
    if (segment === undefined)
        return text;
    return value.reject(`has an invalid percent-encoding in ${(0,display/* shownText */.f$)(segment)}.`, 'Write a % as %25.');
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
    $format: { pattern: /^application\/json$/, hint: 'Use application/json.', schema: { type: 'string' } },
    $skip: { pattern: /^(?:0|[1-9][0-9]{0,8})$/, hint: 'Use a whole number.', schema: { ...WHOLE, minimum: 0 } },
};
const query_NAMES = Object.keys(ODATA);
/** Options of Graph that are not OData's, such as `includeHiddenFolders`. */
const OTHER = /^@?(?!(?:top|select|filter|expand|orderby|search|count|skip|skiptoken|deltatoken)$)[A-Za-z][\w.-]*$/;
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
/** Reads query options. */
function readQuery(value) {
    const options = readOptions(value);
    const seen = new Set();
    for (const { name, value: setting, nameOffset, at } of options) {
        const folded = name.toLowerCase();
        if (seen.has(folded)) {
            value.report(`The option ${(0,display/* shownText */.f$)(name)} is given twice.`, 'Remove one: case does not count.', nameOffset);
        }
        else if (isKnown(name))
            checkSetting(name, setting, at);
        else {
            const hint = `${(0,did_you_mean/* suggestion */.h)(name.startsWith('$') ? name : `$${folded}`, query_NAMES)}The options are: ${query_NAMES.join(', ')}.`;
            value.report(`The option ${(0,display/* shownText */.f$)(name)} is unknown.`, hint, nameOffset);
        }
        seen.add(folded);
    }
    return Object.fromEntries(options.map((option) => [option.name, option.value]));
}
function isKnown(name) {
    return Object.hasOwn(ODATA, name) || (OTHER.test(name) && !Object.hasOwn(ODATA, `$${name.toLowerCase()}`));
}
function readOptions(value) {
    if (value.node !== null && 'value' in value.node && typeof value.node.value === 'string')
        return parseQueryText(value);
    return (value.entries() ?? []).flatMap(({ key, keyOffset, value: setting }) => {
        const text = setting.scalarText();
        return text === undefined ? [] : [{ name: key, value: text, nameOffset: keyOffset, at: setting }];
    });
}
/** Parses a query string. https://url.spec.whatwg.org/#urlencoded-parsing */
function parseQueryText(value) {
    const query = value.text();
    if (query === undefined)
        return [];
    if (QUERY_TEXT.test(query)) {
        return [...new URLSearchParams(query)].map(([name, text]) => ({
            name,
            value: text,
            nameOffset: value.offset,
            at: value,
        }));
    }
    const hint = 'Remove ?, # and invalid percent-encoding, or write a mapping, which needs no encoding.';
    value.reject('is no query.', hint);
    return [];
}
function checkSetting(name, setting, value) {
    const option = Object.hasOwn(ODATA, name) ? ODATA[name] : undefined;
    const isValid = !/\p{Cc}|\p{Cs}/u.test(setting) && (option?.pattern ?? /\S/).test(setting);
    if (!isValid)
        value.report(`${(0,display/* shownText */.f$)(name)} cannot be ${(0,display/* shownText */.f$)(setting)}.`, option?.hint ?? 'Enter a value.');
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
const VERSION = {
    is: (0,fields/* choice */.Yq)('v1.0', 'beta'),
    description: 'The version of Microsoft Graph. Responses of beta may change at any time.',
    default: 'v1.0',
};
const OPTIONS = {
    is: QUERY,
    description: 'Options of OData and others, not encoded. Or one text such as $top=100&$select=id.',
};
/** `request` of a report from a listing of the tenant. */
const LISTING = (0,fields/* record */.g1)({
    listing: {
        is: LISTING_PATH,
        required: true,
        description: 'A listing of the tenant, of which all pages are read: its path below the version, percent-encoded.',
        examples: ['users', "reports/getMailboxUsageDetail(period='D7')"],
    },
    match: {
        is: (0,fields/* text */.Qq)({
            pattern: /^[A-Za-z]\w{0,99}$/,
            hint: () => 'Write the name of a property of the objects, such as userPrincipalName.',
        }),
        required: true,
        description: 'The property that names the mailbox of an object: the address in the list, whatever its case.',
        examples: ['userPrincipalName'],
    },
    absent: {
        is: (0,fields/* choice */.Yq)('unknown', 'blank'),
        description: 'What it means that the listing lacks a mailbox: its cells are unknown, or blank.',
        default: 'unknown',
    },
    version: VERSION,
    query: OPTIONS,
});
/** `request` of a report about the tenant, from a listing. */
const TABLE_LISTING = (0,fields/* record */.g1)({
    listing: {
        is: LISTING_PATH,
        required: true,
        description: 'A listing of the tenant, of which all pages are read: its path below the version, percent-encoded.',
        examples: ['domains', 'identity/conditionalAccess/policies'],
    },
    version: VERSION,
    query: OPTIONS,
});
/** For editors: `request` of a report about the tenant. */
const TABLE_LISTING_SCHEMA = TABLE_LISTING.schema;
/** Reads `request` of a report about the tenant. */
function readTableListing(value) {
    for (const key of ['path', 'cmdlet', 'match', 'absent']) {
        const entry = value.entry(key);
        if (entry === undefined)
            continue;
        const [what, hint] = REFUSED_OF_TENANT[key];
        value.report(`"${key}" ${what}`, hint, entry.keyOffset);
        return undefined;
    }
    const keys = TABLE_LISTING.read(value);
    const listing = keys?.get('listing');
    const options = keys?.get('query');
    const query = options && readQuery(options);
    return listing === undefined ? undefined : { listing, version: keys?.get('version') ?? 'v1.0', query };
}
/** What is wrong about a key of `request` with `about: tenant`, and what to write instead. */
const REFUSED_OF_TENANT = {
    path: [
        'is about a mailbox, and the report about the tenant.',
        'Name a "listing", such as domains, or remove "about: tenant".',
    ],
    cmdlet: ['is of Exchange Online.', 'Add "source: exchange" to the file.'],
    match: ['names mailboxes, and the report is about the tenant.', 'Remove it, or remove "about: tenant".'],
    absent: ['is about mailboxes, and the report about the tenant.', 'Remove it, or remove "about: tenant".'],
};
/** `request` of a report from Microsoft Graph that is read mailbox by mailbox. */
const REQUEST = (0,fields/* record */.g1)({
    path: {
        is: PATH,
        required: true,
        description: 'The path below /users/{mailbox}/, percent-encoded, without a query. Empty: the user itself, with $select.',
        examples: ['outlook/masterCategories', 'mailFolders/inbox/messageRules', ''],
    },
    version: VERSION,
    query: OPTIONS,
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
/** For editors: the keys depend on whether a listing is named. */
const REQUEST_SCHEMA = {
    if: { required: ['listing'] },
    then: LISTING.schema,
    else: REQUEST.schema,
};
/** Reads `request` of a listing; undefined also if it names none. */
function readListing(value) {
    const keys = LISTING.read(value);
    const listing = keys?.get('listing');
    const match = keys?.get('match');
    const absent = keys?.get('absent');
    const version = keys?.get('version') ?? 'v1.0';
    const options = keys?.get('query');
    const query = options && readQuery(options);
    return listing === undefined || match === undefined ? undefined : { listing, match, absent, version, query };
}
/** Reads `request`. Queries that probably do not do what was meant are added to the warnings. */
function readRequest(value, warnings) {
    if (value.entry('cmdlet') !== undefined) {
        return value.reject('has a cmdlet.', 'Add "source: exchange" to the file.');
    }
    const keys = REQUEST.read(value);
    const path = keys?.get('path');
    const version = keys?.get('version') ?? 'v1.0';
    const options = keys?.get('query');
    const query = options && readQuery(options);
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
    const query = options && readQuery(options);
    const when = keys.get('when');
    return path === undefined ? undefined : { path, query, when };
}
function queryWarnings({ path, query = {}, firstPageOnly }) {
    const has = (option) => query[option] !== undefined;
    const warnings = [];
    if (has('$orderby') && has('$top') && firstPageOnly !== true) {
        warnings.push([
            'All pages are read: "$top" is the size of a page, not the number of rows.',
            'If only the first rows of the order are needed, add "first-page-only: true" to "request".',
        ]);
    }
    if (path === '' && !has('$select')) {
        warnings.push([
            'The user is read without "$select", so Graph returns only its default properties.',
            "Name the properties that the columns read: query: { $select: 'accountEnabled,userType' }.",
        ]);
    }
    return warnings;
}

;// CONCATENATED MODULE: ./src/reports/file/report-file.ts










const report_file_MAX_NAME_LENGTH = 64;
/** Other files of a run. */
const TAKEN = ['violations', 'changes', 'baseline', 'unlisted', 'controls'];
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
            except: [...built_in_tables/* allBuiltIn */.by.keys(), ...TAKEN],
            hint: report_file_nameHint,
        }),
        required: true,
        description: 'The name of the CSV file, also in the summary: lower-case words with hyphens.',
        examples: ['master-categories'],
    },
    about: {
        is: (0,fields/* choice */.Yq)('tenant'),
        description: 'What its rows belong to. `tenant`: the report is a table that is read once, whatever the list, without MailboxName. Default: mailboxes.',
    },
    request: {
        is: (0,fields/* later */.NU)({ type: 'object' }),
        required: true,
        description: 'What to request for each mailbox, or of the tenant. All pages are read, unless first-page-only is true.',
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
        description: "Column name to a JSON Schema of the cells' possible values, besides null; a value of another type is unknown. Policies are checked against it, and texts under enum compare without case.",
        examples: [{ Color: { enum: ['none', 'preset0', 'preset1'] }, Unread: { type: 'integer' } }],
    },
    'system-trustees': {
        is: fields/* truth */.Im,
        description: "Of Get-MailboxPermission: keep the grants that every mailbox inherits to Microsoft's own trustees.",
        default: false,
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
const OF_EXCHANGE = { required: ['source'], properties: { source: { const: 'exchange' } } };
const OF_MAILBOXES = {
    if: OF_EXCHANGE,
    then: {
        properties: { permission: PERMISSIONS.exchange.schema, request: EXCHANGE_REQUEST_SCHEMA },
        if: { properties: { request: { properties: { cmdlet: { enum: [...CMDLETS_OF_MANY] } } } } },
        then: { required: ['rows'] },
    },
    else: { properties: { request: REQUEST_SCHEMA } },
};
/** The JSON Schema of a report file. The source decides what `request` and `permission` can be. */
const REPORT_SCHEMA = {
    ...report_file_KEYS.schema,
    dependencies: { item: ['rows'] },
    allOf: [
        {
            if: { required: ['about'] },
            then: {
                dependencies: { rows: ['item'] },
                properties: { highlights: false, 'system-trustees': false },
                if: OF_EXCHANGE,
                then: { properties: { permission: PERMISSIONS.exchange.schema, request: TABLE_CMDLET_SCHEMA } },
                else: { properties: { request: TABLE_LISTING_SCHEMA } },
            },
            else: OF_MAILBOXES,
        },
        {
            if: { required: ['system-trustees'], properties: { 'system-trustees': { enum: [true, 'true'] } } },
            then: {
                properties: { request: { required: ['cmdlet'], properties: { cmdlet: { const: system_trustees/* PERMISSIONS_CMDLET */.du } } } },
            },
        },
    ],
};
/** Reads a report file of the workspace. The code of its problems is `REPORT_FILE`. */
function checkReportFile(file, workspace) {
    const kind = { code: 'REPORT_FILE', noun: 'report file', input: 'report', extensions: ['yml', 'yaml'] };
    return (0,files_workspace/* checkWorkspaceFile */.K$)(file, workspace, { ...kind, names: [...built_in_tables/* allBuiltIn */.by.keys()] }, parseReportFile);
}
/** Parses the text or the bytes of a report file. The warnings do not prevent a run. `file`: its name in errors. */
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
    const permissionValue = keys.get('permission');
    const defaultPermission = source === 'exchange' ? cmdlets/* APP_ROLE */.py : USUAL_PERMISSION;
    const permissions = (permissionValue && PERMISSIONS[source].read(permissionValue)) ?? [defaultPermission];
    const request = keys.get('request');
    const isTable = keys.get('about') === 'tenant';
    const isListing = request?.entry('listing') !== undefined;
    const ofMailboxes = isTable ? undefined : request;
    const graph = source === 'graph' && !isListing ? ofMailboxes && readRequest(ofMailboxes, warnings) : undefined;
    const listing = source === 'graph' && isListing ? ofMailboxes && readListing(ofMailboxes) : undefined;
    const exchange = source === 'exchange' ? ofMailboxes && readExchangeRequest(ofMailboxes) : undefined;
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
    const systemTrustees = keys.get('system-trustees');
    const isOfOther = source === 'graph' || (exchange !== undefined && exchange.cmdlet !== system_trustees/* PERMISSIONS_CMDLET */.du);
    if (systemTrustees === true && isOfOther) {
        keys.valueOf('system-trustees')?.reject('has no effect here.', `It is for ${system_trustees/* PERMISSIONS_CMDLET */.du} alone: remove it.`);
    }
    const unit = keys.get('unit');
    const ofColumns = columns && { name: name ?? 'of this file', columns, types };
    const items = keys.get('highlights');
    const highlights = items && readHighlights(items, ofColumns);
    const table = isTable && request !== undefined ? readTable(root, keys, request, { source, rows, columns }) : undefined;
    if (name === undefined || columns === undefined || places === undefined)
        return undefined;
    const definitionPlaces = { rows: root.problems.placeOf(keys.keyOffset('rows')), columns: places };
    const keysOfAll = { name, permissions, columns, types, item, compare, unit, highlights };
    const report = { ...keysOfAll, rows, inconclusive, places: definitionPlaces };
    if (isTable)
        return table && { ...report, about: 'tenant', ...table };
    if (exchange !== undefined)
        return { ...report, source: 'exchange', request: exchange, systemTrustees };
    if (listing !== undefined)
        return { ...report, request: listing };
    return graph === undefined ? undefined : { ...report, request: graph };
}
/** Reads `request` of a report about the tenant, and adds a problem for each key that is about mailboxes. */
function readTable(root, keys, request, { source, rows, columns }) {
    for (const key of ['highlights', 'system-trustees']) {
        const hint = 'Remove the key. To find rows, write a rule of a policy about the report.';
        keys.valueOf(key)?.reject('is for reports about mailboxes.', hint);
    }
    if (rows !== undefined && keys.valueOf('item') === undefined) {
        const hint = 'Name the column, or the columns, that name a row.';
        root.report('"item" is missing, which a report about the tenant with "rows" needs.', hint);
    }
    if (source === 'graph') {
        const listing = readTableListing(request);
        return listing && { request: listing };
    }
    const cmdlet = readTableCmdlet(request);
    if (cmdlet !== undefined)
        checkTableProperties(root, cmdlet, { rows, columns });
    return cmdlet && { source: 'exchange', request: cmdlet };
}
/** What to do about a name that a report cannot have. */
function report_file_nameHint(name) {
    if (built_in_tables/* allBuiltIn */.by.has(name))
        return 'This is the name of a built-in report. Rename yours here, and in the rules of the policy.';
    if (TAKEN.includes(name))
        return 'Another file of the run has this name. Rename yours here, and in the rules of the policy.';
    const words = name
        .replace(/([a-z0-9])([A-Z])/g, '$1-$2')
        .toLowerCase()
        .split(/[^a-z0-9]+/);
    const meant = words.filter((word) => word !== '').join('-');
    return `${meant === '' || meant === name ? '' : `Did you mean "${meant}"? `}Use up to ${report_file_MAX_NAME_LENGTH} lower-case letters and digits with hyphens between words, and no name that Windows reserves.`;
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
