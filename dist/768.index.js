export const id = 768;
export const ids = [768];
export const modules = {

/***/ 37768:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  x: () => (/* binding */ openReportFile),
  readReportFile: () => (/* binding */ readReportFile)
});

// EXTERNAL MODULE: ./src/workspace/file.ts
var workspace_file = __webpack_require__(26971);
// EXTERNAL MODULE: ./src/yaml/problems.ts
var problems = __webpack_require__(13143);
// EXTERNAL MODULE: ./src/reports/built-in.ts + 10 modules
var built_in = __webpack_require__(18261);
// EXTERNAL MODULE: ./src/text/display.ts
var display = __webpack_require__(24745);
// EXTERNAL MODULE: ./src/yaml/file.ts
var yaml_file = __webpack_require__(79549);
// EXTERNAL MODULE: ./src/yaml/value.ts
var yaml_value = __webpack_require__(46202);
// EXTERNAL MODULE: ./src/schema/check-schema.ts + 1 modules
var check_schema = __webpack_require__(97563);
// EXTERNAL MODULE: ./src/text/did-you-mean.ts
var did_you_mean = __webpack_require__(63180);
// EXTERNAL MODULE: ./src/reports/definition.ts
var definition = __webpack_require__(54530);
// EXTERNAL MODULE: ./src/errors.ts
var errors = __webpack_require__(83916);
// EXTERNAL MODULE: ./src/reports/expressions/expression.ts + 5 modules
var expressions_expression = __webpack_require__(54424);
// EXTERNAL MODULE: ./node_modules/@jmespath-community/jmespath/dist/index.mjs
var dist = __webpack_require__(34022);
;// CONCATENATED MODULE: ./src/reports/expressions/syntax-error.ts



/**
 * The syntax error of an expression; undefined if there is none, or if its place cannot be found. The library names no
 * place, but it parses from left to right: the shortest prefix that fails for a reason other than its end ends with the
 * mistake.
 */
function syntaxError(expression) {
    const starts = tokenStarts(expression);
    if (starts === undefined)
        return strangeCharacter(expression);
    const failure = failureOf(expression);
    if (failure === undefined)
        return openQuote(expression, starts.at(-1) ?? 0);
    if (failure.includes('call stack'))
        return { offset: 0, message: 'it is nested too deep' };
    if (failure === 'end')
        return { offset: expression.length, message: 'it is not complete' };
    const beginning = (tokens) => expression.slice(0, starts[tokens] ?? expression.length);
    const tokens = least(starts.length, (count) => !['end', undefined].includes(failureOf(beginning(count))));
    const offset = starts[tokens - 1] ?? 0;
    const token = beginning(tokens).slice(offset).trim();
    const generic = /^Syntax error: (?:unexpected token|invalid token|expected .* got|expecting an identifier)/.test(failure);
    return { offset, message: generic ? `${(0,display/* shownText */.f$)(token)} is not allowed here` : failure };
}
function tokenStarts(expression) {
    try {
        return (0,dist/* tokenize */.qw)(expression).map(({ start }) => start);
    }
    catch {
        return undefined;
    }
}
/** The library accepts a literal without its closing quote at the end of an expression. */
function openQuote(expression, offset) {
    const token = expression.slice(offset);
    const closed = [/^'(?:\\[\\']|\\(?![\\'])|[^'\\])*'\s*$/, /^`(?:\\[\\`]|\\(?![\\`])|[^`\\])*`\s*$/];
    if (!/^['`]/.test(token) || closed.some((whole) => whole.test(token)))
        return undefined;
    return { offset, message: 'this quote is not closed' };
}
function strangeCharacter(expression) {
    const isStrange = (length) => {
        try {
            (0,dist/* tokenize */.qw)(expression.slice(0, length));
            return false;
        }
        catch (error) {
            return (0,errors/* describeError */.Uc)(error).includes('unknown character');
        }
    };
    if (!isStrange(expression.length))
        return undefined;
    const offset = least(expression.length, isStrange) - 1;
    const [character = ''] = expression.slice(offset);
    return { offset, message: `${(0,display/* shownText */.f$)(character)} is not allowed here` };
}
/** Why an expression does not parse: 'end' if it is not complete, or the library's message; undefined if it parses. */
function failureOf(expression) {
    try {
        (0,dist/* compile */.wE)(expression);
        return undefined;
    }
    catch (error) {
        const message = (0,errors/* describeError */.Uc)(error);
        // The library reads a token beyond the last one and then throws a TypeError.
        return /EOF|Cannot read properties of undefined/.test(message) ? 'end' : message;
    }
}
/** The least number from 1 to `most` for which `holds` is true. It must be true for `most` and all numbers after the least. */
function least(most, holds) {
    let [low, high] = [1, most];
    while (low < high) {
        const middle = (low + high) >> 1;
        if (holds(middle))
            high = middle;
        else
            low = middle + 1;
    }
    return low;
}

;// CONCATENATED MODULE: ./src/reports/file/expression.ts





/** Nobody can read a longer expression, and the library parses recursively. */
const MAX_LENGTH = 4000;
const HINT = 'See https://jmespath.site for the language.';
/** Reads a JMESPath expression and compiles it. Mistakes are added to the problems; then the result is undefined. */
function expressionText(value, problems) {
    const expression = (0,yaml_value/* text */.Qq)(value, problems);
    if (expression === undefined)
        return undefined;
    if (expression.length > MAX_LENGTH) {
        problems.add(value.offset, `${(0,display/* shownText */.f$)(value.name)} is longer than ${MAX_LENGTH} characters.`, 'Shorten it.');
        return undefined;
    }
    const mistake = syntaxError(expression);
    if (mistake !== undefined) {
        const message = `${(0,display/* shownText */.f$)(value.name)} is not JMESPath: ${mistake.message}.`;
        problems.add((0,yaml_value/* offsetInText */.IK)(value, mistake.offset), message, HINT);
        return undefined;
    }
    try {
        (0,expressions_expression/* compileExpression */.Wo)(expression);
        return expression;
    }
    catch (error) {
        if (!(error instanceof errors/* UserError */.yo))
            throw error;
        problems.add(value.offset, error.message, error.hint);
        return undefined;
    }
}

;// CONCATENATED MODULE: ./src/reports/file/columns.ts






const MAX_COLUMNS = 200;
const MAX_NAME_LENGTH = 100;
const RESERVED = [definition/* MAILBOX_COLUMN */.aN, ...definition/* STATUS_COLUMNS */.bq, ...definition/* VERDICT_COLUMNS */.aZ, definition/* INCONCLUSIVE_MEMBER */.In];
/** Reads `columns`: name to expression. Mistakes are added to the problems. */
function readColumns(value, problems) {
    const found = (0,yaml_value/* mapping */.pq)(value, problems);
    if (found === undefined)
        return undefined;
    if (found.entries.size === 0)
        problems.add(value.offset, '"columns" has no column.', 'Add a column: "Name: expression".');
    if (found.entries.size > MAX_COLUMNS)
        problems.add(value.offset, `There are more than ${MAX_COLUMNS} columns.`, 'Remove some columns.');
    const seen = new Set();
    const columns = [];
    for (const { key, keyOffset, value: expression } of found.entries.values()) {
        const folded = key.trim().toLowerCase();
        const hint = seen.has(folded) ? 'Another column has this name. Names are compared without case.' : nameHint(key);
        if (hint !== undefined)
            problems.add(keyOffset, `A column cannot be called ${(0,display/* shownText */.f$)(key)}.`, hint);
        seen.add(folded);
        columns.push([key, expressionText(expression, problems) ?? '']);
    }
    return Object.fromEntries(columns);
}
/** The places of the columns' names. */
function columnPlaces(value, problems) {
    const entries = (0,yaml_value/* mapping */.pq)(value, problems)?.entries.values() ?? [];
    return new Map([...entries].map(({ key, keyOffset }) => [key, problems.placeOf(keyOffset)]));
}
/** What to do about a name that a column cannot have; undefined if it can. */
function nameHint(name) {
    if (name.trim() === '')
        return 'Enter a name.';
    if (name !== name.trim())
        return 'Remove the blanks around the name.';
    if (name.length > MAX_NAME_LENGTH)
        return `Use at most ${MAX_NAME_LENGTH} characters.`;
    if (/[\p{C}\p{Zl}\p{Zp}]/u.test(name))
        return 'Remove line breaks and invisible characters.';
    // JavaScript objects list such keys first, so the column would lose its position.
    if (/^\d+$/.test(name))
        return 'Add a word: a column cannot be called by a number alone.';
    const reserved = RESERVED.find((column) => column.toLowerCase() === name.toLowerCase());
    return reserved === undefined ? undefined : `Every report uses the name ${reserved}. Choose another name.`;
}
const COMPARE_KEYS = { required: ['ignore'], optional: [] };
/**
 * Reads `compare`: columns that a comparison leaves out. Mistakes are added to the problems.
 *
 * @param columns undefined if they cannot be read: then every name is accepted
 */
function readCompare(value, columns, problems) {
    const keys = (0,yaml_value/* record */.g1)(value, COMPARE_KEYS, problems);
    const ignore = keys && (0,yaml_value/* given */.gI)(keys, 'ignore', (names) => (0,yaml_value/* list */.p_)(names, problems));
    if (ignore === undefined)
        return undefined;
    return { ignore: ignore.flatMap((name) => ignoredColumn(name, columns, problems) ?? []) };
}
function ignoredColumn(value, columns, problems) {
    const name = (0,yaml_value/* text */.Qq)(value, problems);
    if (name === undefined || columns === undefined || Object.hasOwn(columns, name))
        return name;
    const hint = `${(0,did_you_mean/* suggestion */.h)(name, Object.keys(columns))}"ignore" names columns listed under "columns".`;
    problems.add(value.offset, `The report has no column ${(0,display/* shownText */.f$)(name)}.`, hint);
    return undefined;
}
/**
 * Reads `types`: column name to a JSON Schema of the cells' possible values, besides null. Mistakes are added to the
 * problems.
 *
 * @param columns undefined if they cannot be read: then every name is accepted
 */
function readTypes(value, columns, problems) {
    const types = [];
    for (const { key, keyOffset, value: type } of (0,yaml_value/* mapping */.pq)(value, problems)?.entries.values() ?? []) {
        if (columns !== undefined && !Object.hasOwn(columns, key)) {
            const hint = `${(0,did_you_mean/* suggestion */.h)(key, Object.keys(columns))}"types" describes columns listed under "columns".`;
            problems.add(keyOffset, `The report has no column ${(0,display/* shownText */.f$)(key)}.`, hint);
        }
        const schema = (0,check_schema/* cellSchema */.g)(type, problems);
        if (schema !== undefined)
            types.push([key, schema]);
    }
    return Object.fromEntries(types);
}

// EXTERNAL MODULE: ./src/exchange/cmdlets.ts
var cmdlets = __webpack_require__(26407);
// EXTERNAL MODULE: ./src/exchange/request.ts
var exchange_request = __webpack_require__(17540);
;// CONCATENATED MODULE: ./src/reports/expressions/row-properties.ts

/**
 * The properties of a row that an expression reads: `ForwardTo` in `length(ForwardTo || [])`, but not what it reads within
 * them. Throws the library's Error for a text that is not JMESPath.
 */
function rowProperties(expression) {
    return [...new Set(propertiesIn((0,dist/* compile */.wE)(expression)))];
}
function propertiesIn(tree) {
    switch (tree.type) {
        case 'Field':
            return [tree.name];
        case 'Subexpression':
        case 'IndexExpression':
        case 'Projection':
        case 'ValueProjection':
        case 'FilterProjection':
        case 'Pipe':
            // The other parts read what this one finds.
            return propertiesIn(tree.left);
        case 'AndExpression':
        case 'OrExpression':
        case 'Comparator':
        case 'Arithmetic':
            return [tree.left, tree.right].flatMap(propertiesIn);
        case 'NotExpression':
        case 'Flatten':
            return propertiesIn(tree.child);
        case 'Unary':
            return propertiesIn(tree.operand);
        case 'Ternary':
            return [tree.condition, tree.trueExpr, tree.falseExpr].flatMap(propertiesIn);
        case 'MultiSelectHash':
            return tree.children.flatMap(({ value }) => propertiesIn(value));
        case 'MultiSelectList':
        case 'Function':
            return tree.children.flatMap(propertiesIn);
        case 'LetExpression':
            return [...tree.bindings.map(({ reference }) => reference), tree.expression].flatMap(propertiesIn);
        case 'Binding':
            return propertiesIn(tree.reference);
        case 'ExpressionReference':
        case 'Current':
        case 'Identity':
        case 'Index':
        case 'Literal':
        case 'Root':
        case 'Slice':
        case 'Variable':
            return [];
    }
}

;// CONCATENATED MODULE: ./src/reports/file/exchange-properties.ts






/** Rows that are objects of the answer, perhaps only some of them. */
const OBJECTS = /^value(?:\[\?[^\]]*\])?$/;
/**
 * Adds a problem for each expression that reads a property that `select` does not name, so that its cells would always be
 * blank, and for a report without rows whose mailboxes have several objects.
 *
 * @param keys of the whole file
 * @param expressions those that are valid
 */
function checkProperties(keys, request, { rows, columns = {} }, problems) {
    const { cmdlet, select } = request;
    const rowsEntry = keys.entries.get('rows');
    if (rowsEntry === undefined && (0,cmdlets/* knownCmdlet */.Ph)(cmdlet).many === true) {
        const hint = 'Add "rows: value", which gives a row for each of them.';
        problems.add(keys.offset, `"rows" is missing: ${cmdlet} returns several objects for a mailbox.`, hint);
    }
    if (rowsEntry !== undefined && rows !== undefined)
        checkReads(rowsEntry.value, rows, (0,exchange_request/* hasObjectList */.oZ)(request) ? ['value'] : select, problems);
    // Rows that are parts of objects have properties that no key names.
    if (rowsEntry !== undefined && !((0,exchange_request/* hasObjectList */.oZ)(request) && OBJECTS.test(rows ?? '')))
        return;
    const entries = (0,yaml_value/* given */.gI)(keys, 'columns', (value) => (0,yaml_value/* mapping */.pq)(value, problems)?.entries);
    for (const [name, expression] of Object.entries(columns)) {
        const entry = entries?.get(name);
        if (entry !== undefined)
            checkReads(entry.value, expression, select, problems);
    }
}
function checkReads(value, expression, names, problems) {
    for (const property of propertiesOf(expression)) {
        if (names.includes(property))
            continue;
        const hint = `${(0,did_you_mean/* suggestion */.h)(property, names)}It can read: ${names.join(', ')}.`;
        problems.add(value.offset, `${(0,display/* shownText */.f$)(value.name)} reads ${(0,display/* shownText */.f$)(property)}, which is not there.`, hint);
    }
}
/** None for a text that is not JMESPath, which is a problem of its own. */
function propertiesOf(expression) {
    try {
        return rowProperties(expression);
    }
    catch {
        return [];
    }
}

;// CONCATENATED MODULE: ./src/reports/file/exchange-request.ts




const KEYS = { required: ['cmdlet', 'select'], optional: ['parameters', 'per-mailbox'] };
const PROPERTY = /^[A-Za-z][A-Za-z0-9]{0,99}$/;
const MAX_PROPERTIES = 100;
const TRUTH = ['true', 'false'];
/** Reads `request` of a report from Exchange Online. Mistakes are added to the problems. */
function readExchangeRequest(value, problems) {
    const keys = (0,yaml_value/* record */.g1)(value, KEYS, problems);
    if (keys === undefined)
        return undefined;
    const cmdlet = (0,yaml_value/* given */.gI)(keys, 'cmdlet', (inside) => readCmdlet(inside, problems));
    const parameters = (0,yaml_value/* given */.gI)(keys, 'parameters', (inside) => readParameters(inside, cmdlet, problems));
    const select = (0,yaml_value/* given */.gI)(keys, 'select', (inside) => readSelect(inside, problems));
    const perMailbox = (0,yaml_value/* given */.gI)(keys, 'per-mailbox', (inside) => readPerMailbox(inside, cmdlet, problems));
    if (cmdlet === undefined || select === undefined)
        return undefined;
    const runsForEach = perMailbox === true || known(cmdlet)?.kind === 'mailbox';
    return { cmdlet, parameters, select, perMailbox: runsForEach ? true : undefined };
}
/** The cmdlet, or undefined for one that is not in the list: reports only read. */
function readCmdlet(value, problems) {
    const name = (0,yaml_value/* text */.Qq)(value, problems);
    const names = (0,cmdlets/* mailboxCmdlets */.$m)();
    if (name === undefined || names.includes(name))
        return name;
    const hint = `${(0,did_you_mean/* suggestion */.h)(name, names)}Reports can use these cmdlets, which only read: ` + `${names.join(', ')}.`;
    problems.add(value.offset, `${(0,display/* shownText */.f$)(value.name)} cannot be ${(0,display/* shownText */.f$)(name)}.`, hint);
    return undefined;
}
/** @param cmdlet undefined if it is not known: then any name of a parameter is accepted */
function readParameters(value, cmdlet, problems) {
    const switches = known(cmdlet)?.switches;
    const parameters = [];
    for (const { key, keyOffset, value: setting } of (0,yaml_value/* mapping */.pq)(value, problems)?.entries.values() ?? []) {
        const hint = switches?.includes(key) === false ? parameterHint(key, cmdlet ?? '', switches) : undefined;
        if (hint !== undefined)
            problems.add(keyOffset, `${(0,display/* shownText */.f$)(key)} cannot be a parameter here.`, hint);
        else
            parameters.push([key, (0,yaml_value/* oneOf */.yL)(setting, TRUTH, problems) === 'true']);
    }
    return Object.fromEntries(parameters);
}
/** What to do about a parameter that the cmdlet cannot have. */
function parameterHint(name, cmdlet, switches) {
    const folded = name.toLowerCase();
    if (folded === 'identity' || folded === 'mailbox')
        return 'Remove it: the action sets it to each mailbox.';
    if (folded === 'resultsize')
        return 'Remove it: the action reads all results.';
    if (switches.length === 0)
        return `Remove it: reports can set no parameter of ${cmdlet}.`;
    const known = switches.map((one) => `"${one}"`).join(', ');
    return `${(0,did_you_mean/* suggestion */.h)(name, switches)}Reports can set these parameters of ${cmdlet}: ${known}.`;
}
function readSelect(value, problems) {
    const items = (0,yaml_value/* list */.p_)(value, problems);
    if (items === undefined)
        return undefined;
    const properties = items.flatMap((item) => {
        const name = (0,yaml_value/* text */.Qq)(item, problems);
        if (name === undefined || PROPERTY.test(name))
            return name ?? [];
        problems.add(item.offset, `${(0,display/* shownText */.f$)(item.name)} cannot be ${(0,display/* shownText */.f$)(name)}.`, 'Write the name of a property.');
        return [];
    });
    if (items.length === 0 || items.length > MAX_PROPERTIES) {
        const hint = `List 1 to ${MAX_PROPERTIES} properties that the columns read.`;
        problems.add(value.offset, `${(0,display/* shownText */.f$)(value.name)} has ${items.length} properties.`, hint);
    }
    return [...new Set(properties)];
}
function readPerMailbox(value, cmdlet, problems) {
    const perMailbox = (0,yaml_value/* oneOf */.yL)(value, TRUTH, problems);
    if (perMailbox === 'false' && known(cmdlet)?.kind === 'mailbox') {
        const hint = 'Remove the key, or set it to true.';
        problems.add(value.offset, `${cmdlet} must run for each mailbox: Exchange cannot list the tenant with it.`, hint);
    }
    return perMailbox === 'true';
}
function known(cmdlet) {
    return cmdlet === undefined ? undefined : cmdlets/* CMDLETS */.Hr.get(cmdlet);
}

// EXTERNAL MODULE: ./src/reports/column-schemas.ts
var column_schemas = __webpack_require__(28384);
;// CONCATENATED MODULE: ./src/reports/file/highlights.ts





const highlights_KEYS = { required: ['title', 'when'], optional: ['columns'] };
const MAX_HIGHLIGHTS = 20;
const MAX_TITLE_LENGTH = 80;
/**
 * Reads `highlights`: a title, a condition as rules of a policy have it, and the columns to show first, by default those of
 * the condition. Mistakes are added to the problems.
 *
 * @param report the columns of the report with their types; undefined if they cannot be read: then every name is accepted
 */
function readHighlights(value, report, problems) {
    const items = (0,yaml_value/* list */.p_)(value, problems) ?? [];
    if (items.length > MAX_HIGHLIGHTS)
        problems.add(value.offset, `There are more than ${MAX_HIGHLIGHTS} highlights.`, 'Remove some highlights.');
    const titles = new Set();
    return items.slice(0, MAX_HIGHLIGHTS).flatMap((item) => readHighlight(item, report, titles, problems) ?? []);
}
function readHighlight(value, report, titles, problems) {
    const keys = (0,yaml_value/* record */.g1)(value, highlights_KEYS, problems);
    if (keys === undefined)
        return undefined;
    const title = (0,yaml_value/* given */.gI)(keys, 'title', (line) => readTitle(line, titles, problems));
    const reports = report === undefined ? [] : [report];
    const when = (0,yaml_value/* given */.gI)(keys, 'when', (inside) => (0,column_schemas/* columnSchemas */.V)(inside, { report, reports }, problems));
    const columns = (0,yaml_value/* given */.gI)(keys, 'columns', (names) => (0,yaml_value/* list */.p_)(names, problems)?.flatMap((name) => readColumn(name, report, problems) ?? []));
    if (title === undefined || when === undefined)
        return undefined;
    return { title, when, columns: columns ?? Object.keys(when).filter((name) => name !== definition/* MAILBOX_COLUMN */.aN) };
}
function readTitle(value, titles, problems) {
    const title = (0,yaml_value/* lineOfText */.$T)(value, MAX_TITLE_LENGTH, problems);
    if (title === undefined)
        return undefined;
    const folded = title.toLowerCase();
    if (titles.has(folded)) {
        problems.add(value.offset, `There is a highlight ${(0,display/* shownText */.f$)(title)} already.`, 'Give each its own title.');
    }
    titles.add(folded);
    return title;
}
function readColumn(value, report, problems) {
    const name = (0,yaml_value/* text */.Qq)(value, problems);
    if (name === undefined || report === undefined || Object.hasOwn(report.columns, name))
        return name;
    const hint = `${(0,did_you_mean/* suggestion */.h)(name, Object.keys(report.columns))}Name columns listed under "columns" of the report.`;
    problems.add(value.offset, `The report has no column ${(0,display/* shownText */.f$)(name)}.`, hint);
    return undefined;
}

// EXTERNAL MODULE: ./src/exchange/denied.ts
var denied = __webpack_require__(65990);
;// CONCATENATED MODULE: ./src/reports/file/permission.ts



const USUAL_PERMISSION = 'MailboxSettings.Read';
/** `Mail.ReadBasic.All`, `User-Mail.Read`, `eDiscovery.Read.All`. https://learn.microsoft.com/graph/permissions-reference */
const APP_ROLE = /^[A-Za-z][A-Za-z0-9-]*(?:\.[A-Z][A-Za-z0-9]*){1,2}$/;
/** The permissions of a report file that names none. */
function usualPermission(source) {
    return [source === 'exchange' ? denied/* APP_ROLE */.py : USUAL_PERMISSION];
}
/** Reads `permission`: one, or a list of them. Mistakes are added to the problems. */
function readPermissions(value, source, problems) {
    if (value.node === null || !('items' in value.node)) {
        const permission = readPermission(value, source, problems);
        return permission === undefined ? undefined : [permission];
    }
    const items = (0,yaml_value/* list */.p_)(value, problems) ?? [];
    if (items.length === 0)
        problems.add(value.offset, `${(0,display/* shownText */.f$)(value.name)} is empty.`, 'Name a permission, or remove the key.');
    return items.map((item) => readPermission(item, source, problems)).filter((permission) => permission !== undefined);
}
function readPermission(value, source, problems) {
    const role = (0,yaml_value/* text */.Qq)(value, problems);
    const hint = role === undefined ? undefined : permissionHint(role, source);
    if (role === undefined || hint === undefined)
        return role;
    problems.add(value.offset, `${(0,display/* shownText */.f$)(value.name)} cannot be ${(0,display/* shownText */.f$)(role)}.`, hint);
    return undefined;
}
/** What to do about a permission that a report cannot have; undefined if it can. */
function permissionHint(role, source) {
    if (source === 'exchange') {
        return role === denied/* APP_ROLE */.py
            ? undefined
            : `Remove the key: reports from Exchange Online need ${denied/* APP_ROLE */.py}.`;
    }
    return APP_ROLE.test(role)
        ? undefined
        : `Name an application permission of Microsoft Graph as Entra writes it, such as ${USUAL_PERMISSION} or Mail.ReadBasic.All.`;
}

// EXTERNAL MODULE: ./node_modules/yaml/dist/index.js
var yaml_dist = __webpack_require__(38815);
;// CONCATENATED MODULE: ./src/reports/file/path.ts

const path_MAX_LENGTH = 1000;
const ABOVE = /^\/?(?:(?:v1\.0|beta)\/)?(?:users\/[^/]*|me)(?:\/|$)/i;
/** The characters of a path in RFC 3986. https://www.rfc-editor.org/rfc/rfc3986#section-3.3 */
const PATH = /^[A-Za-z0-9\-._~!$&'()*+,;=:@%/]*$/;
const BELOW = 'The path is relative to /users/{mailbox}/, for example mailFolders/inbox/messageRules.';
/**
 * What is wrong with the path of a report's request; undefined if nothing is. It must stay below `/users/{mailbox}/`,
 * however a server decodes it, and name a resource that Graph returns as JSON.
 */
function pathProblem(path) {
    if (path.length > path_MAX_LENGTH)
        return { message: `is longer than ${path_MAX_LENGTH} characters.`, hint: BELOW };
    if (path !== path.trim())
        return { message: 'begins or ends with a blank.', hint: 'Remove the blank.' };
    return addressProblem(path) ?? characterProblem(path) ?? segmentsProblem(path);
}
/** The same for the path of child rows, in which `{id}` is replaced with the row's id. */
function childrenPathProblem(path) {
    const ids = path.split('{id}').length - 1;
    if (ids === 1)
        return pathProblem(path.replace('{id}', 'id'));
    return {
        message: ids === 0 ? 'has no "{id}".' : 'has more than one "{id}".',
        hint: 'Write {id} once, where the id of the row belongs, for example mailFolders/{id}/childFolders.',
    };
}
function addressProblem(path) {
    if (/^(?:[a-z][a-z0-9+.-]*:|\/\/)/i.test(path)) {
        return { message: 'is a complete URL.', hint: `Remove the scheme, the host and the version. ${BELOW}` };
    }
    const [above] = ABOVE.exec(path) ?? [];
    if (above !== undefined)
        return { message: `begins with ${(0,display/* shownText */.f$)(above)}.`, hint: `Remove this part. ${BELOW}` };
    return path.startsWith('/') ? { message: 'begins with a slash.', hint: `Remove it. ${BELOW}` } : undefined;
}
function characterProblem(path) {
    if (path.includes('?'))
        return { message: 'contains a query.', hint: 'Remove the ? and move the options to "query".' };
    if (path.includes('#'))
        return { message: 'contains a #.', hint: 'Write a # in a name as %23.' };
    if (path.includes('\\'))
        return { message: 'contains a backslash.', hint: 'Separate segments with /.' };
    if (/[{}]/.test(path)) {
        return {
            message: 'contains braces.',
            hint: 'Remove them: only the path of "children" has a placeholder, {id}. Leave out {mailbox}.',
        };
    }
    const [strange] = /[^A-Za-z0-9\-._~!$&'()*+,;=:@%/]/u.exec(path) ?? [];
    if (PATH.test(path) || strange === undefined)
        return undefined;
    return {
        message: `contains ${(0,display/* shownText */.f$)(strange)}, which is not allowed in a path.`,
        hint: `Percent-encode it${strange.isWellFormed() ? `: ${encodeURIComponent(strange)}` : ''}.`,
    };
}
function segmentsProblem(path) {
    for (const segment of path.split('/')) {
        const problem = segmentProblem(segment);
        if (problem !== undefined)
            return problem;
    }
    return undefined;
}
function segmentProblem(segment) {
    if (segment === '')
        return { message: 'has an empty segment.', hint: 'Write one / between segments, and none at the end.' };
    const decoded = decodedOrUndefined(segment);
    if (decoded === undefined) {
        return { message: `has an invalid percent-encoding in ${(0,display/* shownText */.f$)(segment)}.`, hint: 'Write a % as %25.' };
    }
    // A server may decode more than once, or after it has split the path.
    if (/[/\\%\p{Cc}]/u.test(decoded)) {
        return {
            message: `has an encoded character in ${(0,display/* shownText */.f$)(segment)} that is not allowed.`,
            hint: 'Encoded / \\ % and control characters are not allowed.',
        };
    }
    if (/^\.+$/.test(decoded)) {
        return { message: `has the relative segment ${(0,display/* shownText */.f$)(segment)}.`, hint: `Write the path without it. ${BELOW}` };
    }
    if (decoded.startsWith('$')) {
        const hint = 'Name a resource that Graph returns as JSON. Options such as $count and $top belong under "query".';
        return { message: `names ${(0,display/* shownText */.f$)(segment)}, which has no rows.`, hint };
    }
    return undefined;
}
function decodedOrUndefined(segment) {
    try {
        return decodeURIComponent(segment);
    }
    catch {
        return undefined;
    }
}

;// CONCATENATED MODULE: ./src/reports/file/query.ts



/** OData options that a report can use. https://learn.microsoft.com/graph/query-parameters */
const ODATA = ['$top', '$select', '$filter', '$expand', '$orderby', '$search', '$count', '$skip'];
/** Options of links to the next page, which the action follows. */
const PAGING = ['$skiptoken', '$deltatoken'];
const NAME = /^[$@]?[A-Za-z][\w.-]*$/;
/** Relationships of a user that are collections of directory objects. https://learn.microsoft.com/graph/api/resources/user */
const DIRECTORY_COLLECTIONS = new Set([
    ...['memberof', 'transitivememberof', 'directreports', 'transitivereports', 'createdobjects', 'ownedobjects'],
    ...['owneddevices', 'registereddevices', 'licensedetails', 'approleassignments', 'oauth2permissiongrants'],
    ...['scopedrolememberof', 'sponsors', 'agreementacceptances'],
]);
/** The largest `$top` that Graph accepts for a path. Directory collections accept less than Outlook's. */
function maxPageSize(path = '') {
    const [first = ''] = path.toLowerCase().split(/[/(]/);
    return DIRECTORY_COLLECTIONS.has(first) ? 999 : 1000;
}
/**
 * Reads query options, not encoded: a mapping, or a text such as `$top=100&$select=id`. Mistakes are added to the problems.
 *
 * @param maxTop the largest page that Graph accepts
 */
function readQuery(value, problems, maxTop) {
    const options = readOptions(value, problems);
    const seen = new Set();
    for (const { name, value: setting, nameOffset, valueOffset } of options) {
        const folded = name.toLowerCase();
        const nameIssue = seen.has(folded)
            ? { message: 'is given twice.', hint: 'Remove one. Names are compared without case.' }
            : nameProblem(name);
        seen.add(folded);
        if (nameIssue !== undefined) {
            problems.add(nameOffset, `The option ${(0,display/* shownText */.f$)(name)} ${nameIssue.message}`, nameIssue.hint);
            continue;
        }
        const valueIssue = settingProblem(name, setting, maxTop);
        if (valueIssue !== undefined)
            problems.add(valueOffset, `${(0,display/* shownText */.f$)(name)} ${valueIssue.message}`, valueIssue.hint);
    }
    return Object.fromEntries(options.map((option) => [option.name, option.value]));
}
function readOptions(value, problems) {
    if (typeof scalarOf(value) === 'string')
        return parseQueryText(value, problems);
    const options = [];
    for (const { key, keyOffset, value: setting } of (0,yaml_value/* mapping */.pq)(value, problems)?.entries.values() ?? []) {
        const written = (0,yaml_value/* scalarText */.ws)(setting, problems);
        if (written !== undefined)
            options.push({ name: key, value: written, nameOffset: keyOffset, valueOffset: setting.offset });
    }
    return options;
}
function scalarOf({ node }) {
    return node !== null && 'value' in node ? node.value : undefined;
}
/** Parses a query string. https://url.spec.whatwg.org/#urlencoded-parsing */
function parseQueryText(value, problems) {
    const query = (0,yaml_value/* text */.Qq)(value, problems);
    if (query === undefined)
        return [];
    if (/^\?|#|%(?![0-9a-f]{2})/i.test(query)) {
        const hint = 'Remove ?, # and invalid percent-encoding, or write a mapping, which needs no encoding.';
        problems.add(value.offset, `${(0,display/* shownText */.f$)(value.name)} is no query.`, hint);
        return [];
    }
    const options = [...new URLSearchParams(query)];
    return options.map(([name, setting]) => ({
        name,
        value: setting,
        nameOffset: value.offset,
        valueOffset: value.offset,
    }));
}
function nameProblem(name) {
    if (ODATA.some((known) => known === name))
        return undefined;
    const asOData = name.startsWith('$') ? name : `$${name}`;
    if (PAGING.includes(asOData.toLowerCase())) {
        return { message: 'belongs to one page.', hint: 'Remove it: the action reads further pages itself.' };
    }
    const exact = ODATA.find((known) => known === asOData.toLowerCase());
    const meant = exact ?? (name.startsWith('$') ? (0,did_you_mean/* didYouMean */.a)(name, ODATA) : undefined);
    if (meant === undefined && !name.startsWith('$') && NAME.test(name))
        return undefined;
    return {
        message: 'is unknown.',
        hint: `${meant === undefined ? '' : `Did you mean ${meant}? `}Supported OData options: ${ODATA.join(', ')}.`,
    };
}
function settingProblem(name, setting, maxTop) {
    if (setting.trim() === '')
        return { message: 'has no value.', hint: 'Enter a value, or remove the option.' };
    if (/\p{Cc}|\p{Cs}/u.test(setting))
        return { message: 'contains a control character.', hint: 'Write it on one line.' };
    if (name === '$top' && !isWhole(setting, 1, maxTop)) {
        return { message: `cannot be ${(0,display/* shownText */.f$)(setting)}.`, hint: `Use a whole number from 1 to ${maxTop}.` };
    }
    if (name === '$skip' && !isWhole(setting, 0, Infinity)) {
        return { message: `cannot be ${(0,display/* shownText */.f$)(setting)}.`, hint: 'Use a whole number.' };
    }
    if (name === '$count' && !/^(?:true|false)$/.test(setting)) {
        return { message: `cannot be ${(0,display/* shownText */.f$)(setting)}.`, hint: 'Use true or false.' };
    }
    return undefined;
}
function isWhole(text, least, most) {
    return /^(?:0|[1-9]\d{0,8})$/.test(text) && Number(text) >= least && Number(text) <= most;
}

;// CONCATENATED MODULE: ./src/reports/file/request.ts






const REQUEST_KEYS = { required: ['path'], optional: ['version', 'query', 'first-page-only', 'children'] };
const CHILDREN_KEYS = { required: ['path'], optional: ['query', 'when'] };
const VERSIONS = ['v1.0', 'beta'];
/** Reads `request`. Mistakes are added to the problems, and queries that probably do not do what was meant to the warnings. */
function readRequest(value, problems, warnings) {
    if (value.node !== null && (0,yaml_dist/* isMap */.jh)(value.node) && value.node.has('cmdlet')) {
        problems.add(value.offset, `${(0,display/* shownText */.f$)(value.name)} has a cmdlet.`, 'Add "source: exchange" to the file.');
        return undefined;
    }
    const keys = (0,yaml_value/* record */.g1)(value, REQUEST_KEYS, problems);
    if (keys === undefined)
        return undefined;
    const path = (0,yaml_value/* given */.gI)(keys, 'path', (inside) => (isEmptyText(inside) ? '' : readPath(inside, pathProblem, problems)));
    const version = (0,yaml_value/* given */.gI)(keys, 'version', (inside) => (0,yaml_value/* oneOf */.yL)(inside, VERSIONS, problems)) ?? 'v1.0';
    const query = (0,yaml_value/* given */.gI)(keys, 'query', (inside) => readQuery(inside, problems, maxPageSize(path)));
    const firstPageOnly = (0,yaml_value/* given */.gI)(keys, 'first-page-only', (inside) => (0,yaml_value/* oneOf */.yL)(inside, ['true', 'false'], problems)) === 'true';
    const children = (0,yaml_value/* given */.gI)(keys, 'children', (inside) => readChildren(inside, problems));
    if (path === undefined)
        return undefined;
    const request = { path, version, query, firstPageOnly: firstPageOnly || undefined, children };
    const queryOffset = keys.entries.get('query')?.keyOffset ?? value.offset;
    const place = problems.placeOf(queryOffset);
    for (const warning of queryWarnings(request))
        warnings.push({ place, ...warning });
    return request;
}
function queryWarnings({ path, query = {}, firstPageOnly }) {
    const has = (option) => query[option] !== undefined;
    const found = [];
    if (has('$orderby') && has('$top') && firstPageOnly !== true) {
        found.push({
            message: 'All pages are read: "$top" is the size of a page, not the number of rows.',
            hint: 'If only the first rows of the order are needed, add "first-page-only: true" to "request".',
        });
    }
    if (path === '' && !has('$select')) {
        found.push({
            message: 'The user is read without "$select", so Graph returns only its default properties.',
            hint: "Name the properties that the columns read: query: { $select: 'accountEnabled,userType' }.",
        });
    }
    return found;
}
function isEmptyText({ node }) {
    return node !== null && 'value' in node && node.value === '';
}
function readChildren(value, problems) {
    const keys = (0,yaml_value/* record */.g1)(value, CHILDREN_KEYS, problems);
    if (keys === undefined)
        return undefined;
    const path = (0,yaml_value/* given */.gI)(keys, 'path', (inside) => readPath(inside, childrenPathProblem, problems));
    const query = (0,yaml_value/* given */.gI)(keys, 'query', (inside) => readQuery(inside, problems, maxPageSize(path)));
    const when = (0,yaml_value/* given */.gI)(keys, 'when', (inside) => expressionText(inside, problems));
    return path === undefined ? undefined : { path, query, when };
}
function readPath(value, check, problems) {
    const path = (0,yaml_value/* text */.Qq)(value, problems);
    const problem = path === undefined ? undefined : check(path);
    if (problem === undefined)
        return path;
    problems.add(value.offset, `${(0,display/* shownText */.f$)(value.name)} ${problem.message}`, problem.hint);
    return undefined;
}

;// CONCATENATED MODULE: ./src/reports/file/report-file.ts











const report_file_KEYS = {
    required: ['name', 'request', 'columns'],
    optional: ['permission', 'source', 'rows', 'inconclusive', 'types', 'compare', 'unit', 'highlights'],
};
const SOURCES = ['graph', 'exchange'];
const report_file_MAX_NAME_LENGTH = 64;
const MAX_UNIT_LENGTH = 40;
const report_file_NAME = /^[a-z0-9]+(?:-[a-z0-9]+)*$/;
/** Windows reserves these names, with any extension. https://learn.microsoft.com/windows/win32/fileio/naming-a-file */
const DEVICE = /^(?:con|prn|aux|nul|(?:com|lpt)\d)$/;
/** Other files of a run. */
const TAKEN = ['violations', 'changes', 'baseline', 'unlisted'];
/**
 * Parses a report file.
 *
 * @param content its text, or its bytes
 * @param file its path relative to the workspace, with forward slashes
 */
function parseReportFile(content, file) {
    const warnings = [];
    const read = (0,yaml_file/* readYaml */.gM)((0,yaml_file/* parseYaml */.hN)(content, file), (root, problems) => readDefinition(root, problems, warnings));
    return read.ok ? { ok: true, definition: read.value, warnings } : read;
}
function readDefinition(root, problems, warnings) {
    const keys = (0,yaml_value/* record */.g1)(root, report_file_KEYS, problems);
    if (keys === undefined)
        return undefined;
    const name = (0,yaml_value/* given */.gI)(keys, 'name', (value) => readName(value, problems));
    const source = (0,yaml_value/* given */.gI)(keys, 'source', (value) => (0,yaml_value/* oneOf */.yL)(value, SOURCES, problems)) ?? 'graph';
    const permissions = (0,yaml_value/* given */.gI)(keys, 'permission', (value) => readPermissions(value, source, problems)) ?? usualPermission(source);
    const graph = source === 'graph' ? (0,yaml_value/* given */.gI)(keys, 'request', (value) => readRequest(value, problems, warnings)) : undefined;
    const exchange = source === 'exchange' ? (0,yaml_value/* given */.gI)(keys, 'request', (value) => readExchangeRequest(value, problems)) : undefined;
    const rows = (0,yaml_value/* given */.gI)(keys, 'rows', (value) => expressionText(value, problems));
    const inconclusive = (0,yaml_value/* given */.gI)(keys, 'inconclusive', (value) => expressionText(value, problems));
    const columns = (0,yaml_value/* given */.gI)(keys, 'columns', (value) => readColumns(value, problems));
    const types = (0,yaml_value/* given */.gI)(keys, 'types', (value) => readTypes(value, columns, problems));
    const compare = (0,yaml_value/* given */.gI)(keys, 'compare', (value) => readCompare(value, columns, problems));
    if (exchange !== undefined)
        checkProperties(keys, exchange, { rows, columns }, problems);
    const unit = (0,yaml_value/* given */.gI)(keys, 'unit', (value) => (0,yaml_value/* lineOfText */.$T)(value, MAX_UNIT_LENGTH, problems));
    const known = columns && { name: name ?? 'of this file', columns, types };
    const highlights = (0,yaml_value/* given */.gI)(keys, 'highlights', (value) => readHighlights(value, known, problems));
    if (name === undefined || columns === undefined)
        return undefined;
    const places = {
        rows: problems.placeOf(keys.entries.get('rows')?.keyOffset ?? root.offset),
        columns: (0,yaml_value/* given */.gI)(keys, 'columns', (value) => columnPlaces(value, problems)) ?? new Map(),
    };
    const report = { name, permissions, rows, inconclusive, columns, types, compare, unit, highlights, places };
    if (exchange !== undefined)
        return { ...report, source: 'exchange', request: exchange };
    return graph === undefined ? undefined : { ...report, request: graph };
}
function readName(value, problems) {
    const name = (0,yaml_value/* text */.Qq)(value, problems);
    const hint = name === undefined ? undefined : report_file_nameHint(name);
    if (hint === undefined)
        return name;
    problems.add(value.offset, `${(0,display/* shownText */.f$)(value.name)} cannot be ${(0,display/* shownText */.f$)(name ?? '')}.`, hint);
    return undefined;
}
/** What to do about a name that a report cannot have; undefined if it can. */
function report_file_nameHint(name) {
    if (name.length > report_file_MAX_NAME_LENGTH)
        return `Use at most ${report_file_MAX_NAME_LENGTH} characters.`;
    if (!report_file_NAME.test(name)) {
        const words = name
            .replace(/([a-z0-9])([A-Z])/g, '$1-$2')
            .toLowerCase()
            .split(/[^a-z0-9]+/);
        const meant = words.filter((word) => word !== '').join('-');
        return `${meant === '' ? '' : `Did you mean "${meant}"? `}Use lower-case words and digits with hyphens between them.`;
    }
    if (DEVICE.test(name))
        return 'Windows reserves this file name: add a word.';
    if (built_in/* builtInReports */.v.has(name))
        return 'A built-in report has this name: choose another name.';
    return TAKEN.includes(name) ? 'Another file of the run has this name: choose another name.' : undefined;
}

;// CONCATENATED MODULE: ./src/reports/file/open.ts




/**
 * Reads a report file of the workspace. Rejects with the UserError `REPORT_FILE`, which names the place of the first
 * mistake and the number of others, or says that the workspace has no such file.
 *
 * @param file path relative to the workspace, or absolute within it
 * @param workspace absolute path of the repository's checkout
 */
async function readReportFile(file, workspace) {
    const read = await openReportFile(file, workspace);
    if (read.ok)
        return read.definition;
    throw (0,problems/* problemsError */.$)('REPORT_FILE', read.problems);
}
/** Like `readReportFile`, but returns all problems. Rejects with the UserError `REPORT_FILE` only if the file cannot be opened. */
async function openReportFile(file, workspace) {
    const { bytes, shown } = await (0,workspace_file/* readWorkspaceFile */.s)(file, workspace, {
        code: 'REPORT_FILE',
        noun: 'report file',
        input: 'report',
        extensions: ['yml', 'yaml'],
        names: [...built_in/* builtInReports */.v.keys()],
    });
    return parseReportFile(bytes, shown);
}


/***/ }),

/***/ 26971:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   s: () => (/* binding */ readWorkspaceFile)
/* harmony export */ });
/* harmony import */ var node_fs_promises__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(51455);
/* harmony import */ var node_fs_promises__WEBPACK_IMPORTED_MODULE_0___default = /*#__PURE__*/__webpack_require__.n(node_fs_promises__WEBPACK_IMPORTED_MODULE_0__);
/* harmony import */ var node_path__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(76760);
/* harmony import */ var node_path__WEBPACK_IMPORTED_MODULE_1___default = /*#__PURE__*/__webpack_require__.n(node_path__WEBPACK_IMPORTED_MODULE_1__);
/* harmony import */ var _errors_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(83916);
/* harmony import */ var _text_did_you_mean_js__WEBPACK_IMPORTED_MODULE_5__ = __webpack_require__(63180);
/* harmony import */ var _near_file_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(71198);
/* harmony import */ var _paths_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(28545);






const MAX_BYTES = 16 * 1024 * 1024;
/**
 * Reads a file of the workspace whole. Throws a UserError of the given code if the file is missing, unreadable, no
 * regular file, too large or outside the workspace, also through a symbolic link.
 */
async function readWorkspaceFile(file, folder, wanted) {
    const { code, noun, input, maxBytes = MAX_BYTES } = wanted;
    const workspace = await (0,_paths_js__WEBPACK_IMPORTED_MODULE_4__/* .openWorkspace */ .OH)(folder);
    const outside = () => new _errors_js__WEBPACK_IMPORTED_MODULE_2__/* .UserError */ .yo(code, `The ${noun} ${file} is outside the workspace.`, {
        hint: `"${input}" takes paths relative to the root of the repository. Copy the file there.`,
    });
    const shown = (0,_paths_js__WEBPACK_IMPORTED_MODULE_4__/* .pathInWorkspace */ .ep)(file, workspace);
    if (shown === undefined)
        throw outside();
    try {
        const { kind, size } = await (0,_paths_js__WEBPACK_IMPORTED_MODULE_4__/* .statInWorkspace */ .Ng)(shown, workspace);
        if (kind === 'missing')
            throw await notFound(shown, workspace.root, wanted);
        const realPath = await (0,_paths_js__WEBPACK_IMPORTED_MODULE_4__/* .realPathInWorkspace */ .WP)(shown, workspace);
        if (realPath === undefined)
            throw outside();
        if (kind === 'file' && size <= maxBytes)
            return { bytes: await (0,node_fs_promises__WEBPACK_IMPORTED_MODULE_0__.readFile)(realPath), shown };
        throw new _errors_js__WEBPACK_IMPORTED_MODULE_2__/* .UserError */ .yo(code, `The ${noun} ${shown || file} is ${kind === 'file' ? 'too large' : 'not a regular file'}.`, {
            hint: `Set "${input}" to the path of the file itself.`,
        });
    }
    catch (error) {
        if (error instanceof _errors_js__WEBPACK_IMPORTED_MODULE_2__/* .UserError */ .yo)
            throw error;
        const reason = (0,_errors_js__WEBPACK_IMPORTED_MODULE_2__/* .systemErrorCode */ .vq)(error);
        throw new _errors_js__WEBPACK_IMPORTED_MODULE_2__/* .UserError */ .yo(code, `The ${noun} ${shown} cannot be read${reason === '' ? '' : ` (${reason})`}.`, {
            hint: 'It must be a regular file that this user may read.',
            place: { file: shown },
            cause: error,
        });
    }
}
async function notFound(shown, root, wanted) {
    const { code, noun, input, names, extensions } = wanted;
    const near = await (0,_near_file_js__WEBPACK_IMPORTED_MODULE_3__/* .nearFile */ .X)(shown, root, extensions);
    const name = (0,_text_did_you_mean_js__WEBPACK_IMPORTED_MODULE_5__/* .didYouMean */ .a)(node_path__WEBPACK_IMPORTED_MODULE_1___default().posix.parse(shown).name, names);
    const meant = near ?? (name === undefined ? undefined : `the built-in ${name}`);
    return new _errors_js__WEBPACK_IMPORTED_MODULE_2__/* .UserError */ .yo(code, `There is no ${noun} ${shown} in the workspace.`, {
        hint: (meant === undefined ? '' : `Did you mean ${meant}? `) +
            `Set "${input}" to its path relative to the root of the repository. In a workflow, commit the file, and run ` +
            'actions/checkout before this action.',
    });
}


/***/ }),

/***/ 79549:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   gM: () => (/* binding */ readYaml),
/* harmony export */   hN: () => (/* binding */ parseYaml)
/* harmony export */ });
/* unused harmony export LARGEST_YAML_FILE */
/* harmony import */ var node_buffer__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(4573);
/* harmony import */ var node_buffer__WEBPACK_IMPORTED_MODULE_0___default = /*#__PURE__*/__webpack_require__.n(node_buffer__WEBPACK_IMPORTED_MODULE_0__);
/* harmony import */ var yaml__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(38815);
/* harmony import */ var _problems_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(13143);
/* harmony import */ var _text_display_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(24745);
/* harmony import */ var _value_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(46202);





/** Reads the values of a parsed file. `read` returns undefined only if it adds a problem. */
function readYaml({ root, problems }, read) {
    const value = root === undefined ? undefined : read(root, problems);
    const [first, ...more] = problems.all();
    if (first !== undefined)
        return { ok: false, problems: [first, ...more] };
    if (value === undefined)
        throw new TypeError('a file gave neither a value nor a problem');
    return { ok: true, value };
}
/** In bytes. The parser takes a minute for some texts of ten times that size. */
const LARGEST_YAML_FILE = 1_000_000;
/** Policies and reports are never nested as deep. */
const DEEPEST = 100;
/** After one syntax error the parser reports many others. */
const SYNTAX_PROBLEMS = 5;
const QUOTE_IT = 'Put a value into quotes that begins with one of & * ! @ % | > ` [ { or that holds ": " or " #".';
/**
 * Parses a YAML 1.2 file (https://yaml.org/spec/1.2.2) of one document. What YAML has beyond plain values is refused:
 * aliases, which make much of little, anchors, tags and directives. A byte order mark does no harm.
 *
 * @param content its text, or its bytes, which must be UTF-8
 * @param file its path relative to the workspace, with forward slashes
 */
function parseYaml(content, file) {
    if (Buffer.byteLength(content) > LARGEST_YAML_FILE)
        return tooLarge(file);
    const text = (typeof content === 'string' ? content : new TextDecoder().decode(content)).replace(/^\ufeff/, '');
    if (typeof content !== 'string' && !(0,node_buffer__WEBPACK_IMPORTED_MODULE_0__.isUtf8)(content)) {
        return unreadable({ text, file, offset: Math.max(text.indexOf('\ufffd'), 0) }, 'The file is not UTF-8.', 'Save it as UTF-8; in PowerShell, write it with -Encoding utf8.');
    }
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
            problems.add(key.range[0], `The key ${(0,_text_display_js__WEBPACK_IMPORTED_MODULE_4__/* .shownText */ .f$)(text)} is repeated.`, 'Keep one of them.');
        seen.add(text);
    }
}


/***/ }),

/***/ 13143:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   $: () => (/* binding */ problemsError),
/* harmony export */   j: () => (/* binding */ FileProblems)
/* harmony export */ });
/* harmony import */ var yaml__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(38815);
/* harmony import */ var _errors_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(83916);


/** A crafted file can have half a million. */
const MOST = 100;
/** Collects up to a hundred mistakes of a file, so that all can be corrected at once. */
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
    /** The place of a character. */
    placeOf(offset) {
        const { line, col: column } = this.lines.linePos(this.within(offset));
        return { file: this.file, line, column };
    }
    /** How many problems were added, up to the limit. */
    get count() {
        return this.found.length;
    }
    /** In the file's order. */
    all() {
        return this.found.toSorted((a, b) => a.offset - b.offset).map(({ problem }) => problem);
    }
    within(offset) {
        return Math.min(Math.max(offset, 0), this.length);
    }
}
/** One error for all problems of a file: the first, with its place, and how many others there are. */
function problemsError(code, problems) {
    const [{ message, hint, place }, ...more] = problems;
    const { file, line, column } = place;
    const others = more.length === 0 ? '' : ` (${more.length} more ${more.length === 1 ? 'problem follows' : 'problems follow'})`;
    const text = `${file}, line ${line}, column ${column}: ${message.replace(/\.$/, '')}${others}.`;
    return new _errors_js__WEBPACK_IMPORTED_MODULE_1__/* .UserError */ .yo(code, text, { hint, place });
}


/***/ })

};
