export const id = 982;
export const ids = [982,597];
export const modules = {

/***/ 28597:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  x: () => (/* binding */ openReportFile),
  readReportFile: () => (/* binding */ readReportFile)
});

// UNUSED EXPORTS: parseReportFile

// EXTERNAL MODULE: ./src/errors.ts
var errors = __webpack_require__(83916);
// EXTERNAL MODULE: ./src/text/display.ts
var display = __webpack_require__(24745);
// EXTERNAL MODULE: ./src/workspace/file.ts
var workspace_file = __webpack_require__(26971);
// EXTERNAL MODULE: ./src/yaml/file.ts
var yaml_file = __webpack_require__(79549);
// EXTERNAL MODULE: ./src/yaml/problems.ts
var problems = __webpack_require__(13143);
// EXTERNAL MODULE: ./src/yaml/value.ts
var yaml_value = __webpack_require__(46202);
// EXTERNAL MODULE: ./src/reports/built-in.ts + 6 modules
var built_in = __webpack_require__(36267);
// EXTERNAL MODULE: ./src/schema/schema-reader.ts + 1 modules
var schema_reader = __webpack_require__(99923);
// EXTERNAL MODULE: ./src/text/did-you-mean.ts
var did_you_mean = __webpack_require__(63180);
// EXTERNAL MODULE: ./src/reports/definition.ts
var definition = __webpack_require__(54530);
// EXTERNAL MODULE: ./src/reports/expressions/expression.ts + 4 modules
var expressions_expression = __webpack_require__(97815);
// EXTERNAL MODULE: ./node_modules/@jmespath-community/jmespath/dist/index.mjs
var dist = __webpack_require__(34022);
;// CONCATENATED MODULE: ./src/reports/expressions/syntax-error.ts



/**
 * Where the syntax of an expression is wrong; undefined where it is right, or where nothing tells. The library names no
 * place, but it reads from left to right: the shortest beginning that fails for another reason than its end ends with the
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
        return { offset: expression.length, message: 'it ends where more must follow' };
    const beginning = (tokens) => expression.slice(0, starts[tokens] ?? expression.length);
    const tokens = least(starts.length, (count) => !['end', undefined].includes(failureOf(beginning(count))));
    const offset = starts[tokens - 1] ?? 0;
    const token = beginning(tokens).slice(offset).trim();
    const generic = /^Syntax error: (?:unexpected token|invalid token|expected .* got|expecting an identifier)/.test(failure);
    return { offset, message: generic ? `${(0,display/* shownText */.f$)(token)} cannot stand there` : failure };
}
function tokenStarts(expression) {
    try {
        return (0,dist/* tokenize */.qw)(expression).map(({ start }) => start);
    }
    catch {
        return undefined;
    }
}
/** The library takes a literal for closed that the expression's end cuts off. */
function openQuote(expression, offset) {
    const token = expression.slice(offset);
    const closed = [/^'(?:\\[\\']|\\(?![\\'])|[^'\\])*'\s*$/, /^`(?:\\[\\`]|\\(?![\\`])|[^`\\])*`\s*$/];
    if (!/^['`]/.test(token) || closed.some((whole) => whole.test(token)))
        return undefined;
    return { offset, message: 'a quote that begins there is not closed' };
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
    return { offset, message: `${(0,display/* shownText */.f$)(character)} cannot stand there` };
}
/** Why an expression does not parse: its end, or what the library says; undefined where it does. */
function failureOf(expression) {
    try {
        (0,dist/* compile */.wE)(expression);
        return undefined;
    }
    catch (error) {
        const message = (0,errors/* describeError */.Uc)(error);
        // Where the library looks one token further than there are, it trips over itself.
        return /EOF|Cannot read properties of undefined/.test(message) ? 'end' : message;
    }
}
/** The least number from 1 to `most` for which something holds that holds for all after it, and for `most`. */
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
        (0,expressions_expression/* compileExpression */.W)(expression);
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
const RESERVED = [definition/* MAILBOX_COLUMN */.aN, ...definition/* STATUS_COLUMNS */.bq, ...definition/* VERDICT_COLUMNS */.aZ];
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
    return reserved === undefined ? undefined : `Every report has a column ${reserved}. Choose another name.`;
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
            const meant = (0,did_you_mean/* didYouMean */.a)(key, Object.keys(columns));
            const hint = `${meant === undefined ? '' : `Did you mean "${meant}"? `}"types" describes columns listed under "columns".`;
            problems.add(keyOffset, `The report has no column ${(0,display/* shownText */.f$)(key)}.`, hint);
        }
        const schema = (0,schema_reader/* cellSchema */.g)(type, problems);
        if (schema !== undefined)
            types.push([key, schema]);
    }
    return Object.fromEntries(types);
}

;// CONCATENATED MODULE: ./src/reports/file/path.ts

const LONGEST = 1000;
const ABOVE = /^\/?(?:(?:v1\.0|beta)\/)?(?:users\/[^/]*|me)(?:\/|$)/i;
/** What RFC 3986 lets stand in a path. https://www.rfc-editor.org/rfc/rfc3986#section-3.3 */
const PATH = /^[A-Za-z0-9\-._~!$&'()*+,;=:@%/]*$/;
const BELOW = 'The path begins below /users/{mailbox}/, such as mailFolders/inbox/messageRules.';
/**
 * What is wrong with the path of a report's request, undefined where nothing is. It must stay below `/users/{mailbox}/`,
 * however a server decodes it, and name something that Graph answers with JSON.
 */
function pathProblem(path) {
    if (path.length > LONGEST)
        return { message: `is longer than ${LONGEST} characters.`, hint: BELOW };
    if (path !== path.trim())
        return { message: 'begins or ends with a blank.', hint: 'Remove it.' };
    return addressProblem(path) ?? characterProblem(path) ?? segmentsProblem(path);
}
/** The same for the path of the rows inside a row, in which `{id}` stands for the row's own id. */
function childrenPathProblem(path) {
    const ids = path.split('{id}').length - 1;
    if (ids === 1)
        return pathProblem(path.replace('{id}', 'id'));
    return {
        message: ids === 0 ? 'has no "{id}".' : 'has more than one "{id}".',
        hint: 'Put {id} once where the id of the row goes, such as mailFolders/{id}/childFolders.',
    };
}
function addressProblem(path) {
    if (/^(?:[a-z][a-z0-9+.-]*:|\/\/)/i.test(path)) {
        return { message: 'is a whole address.', hint: `Leave out the scheme, the host and the version. ${BELOW}` };
    }
    const [above] = ABOVE.exec(path) ?? [];
    if (above !== undefined)
        return { message: `begins with ${(0,display/* shownText */.f$)(above)}.`, hint: `Leave that out. ${BELOW}` };
    return path.startsWith('/') ? { message: 'begins with a slash.', hint: `Leave it out. ${BELOW}` } : undefined;
}
function characterProblem(path) {
    if (path.includes('?'))
        return { message: 'holds a query.', hint: 'Leave out the ? and put what follows under "query".' };
    if (path.includes('#'))
        return { message: 'holds a #.', hint: 'Write a # that belongs to a name as %23.' };
    if (path.includes('\\'))
        return { message: 'holds a backslash.', hint: 'Separate segments with /.' };
    if (/[{}]/.test(path)) {
        return {
            message: 'holds braces.',
            hint: 'Nothing is filled in here: {id} has a meaning only in "children", once. Leave {mailbox} out.',
        };
    }
    const [strange] = /[^A-Za-z0-9\-._~!$&'()*+,;=:@%/]/u.exec(path) ?? [];
    if (PATH.test(path) || strange === undefined)
        return undefined;
    return {
        message: `holds ${(0,display/* shownText */.f$)(strange)}, which cannot stand in a path.`,
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
        return { message: 'has an empty segment.', hint: 'Write one / between segments, and none behind them.' };
    const decoded = decodedOrUndefined(segment);
    if (decoded === undefined) {
        return { message: `holds a broken percent-encoding in ${(0,display/* shownText */.f$)(segment)}.`, hint: 'Write a % itself as %25.' };
    }
    // A server may decode more than once, or only after it has split the path.
    if (/[/\\%\p{Cc}]/u.test(decoded)) {
        return {
            message: `hides a character in ${(0,display/* shownText */.f$)(segment)}.`,
            hint: 'No / \\ % or control character can be encoded here.',
        };
    }
    if (/^\.+$/.test(decoded)) {
        return { message: `leads elsewhere by ${(0,display/* shownText */.f$)(segment)}.`, hint: `Write out where it leads. ${BELOW}` };
    }
    if (decoded.startsWith('$')) {
        const hint = 'Name what Graph answers with JSON; options such as $count and $top go under "query".';
        return { message: `names ${(0,display/* shownText */.f$)(segment)}, which gives no rows.`, hint };
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



/** Of OData's, those that a report can use. https://learn.microsoft.com/graph/query-parameters */
const ODATA = ['$top', '$select', '$filter', '$expand', '$orderby', '$search', '$count', '$skip'];
/** Graph's own answers carry them to the next page, which is read by itself. */
const PAGING = ['$skiptoken', '$deltatoken'];
const MOST_A_PAGE = 1000;
const NAME = /^[$@]?[A-Za-z][\w.-]*$/;
/** The options of a report's request, not encoded: of a mapping, or of a text such as `$top=100&$select=id`. */
function readQuery(value, problems) {
    const options = optionsOf(value, problems);
    const seen = new Set();
    for (const { name, value: setting, nameOffset, valueOffset } of options) {
        const folded = name.toLowerCase();
        const wrongName = seen.has(folded)
            ? { message: 'stands there a second time.', hint: 'Keep one; case does not count.' }
            : nameProblem(name);
        const wrongValue = wrongName === undefined ? settingProblem(name, setting) : undefined;
        if (wrongName !== undefined)
            problems.add(nameOffset, `The option ${(0,display/* shownText */.f$)(name)} ${wrongName.message}`, wrongName.hint);
        if (wrongValue !== undefined)
            problems.add(valueOffset, `${(0,display/* shownText */.f$)(name)} ${wrongValue.message}`, wrongValue.hint);
        seen.add(folded);
    }
    return Object.fromEntries(options.map((option) => [option.name, option.value]));
}
function optionsOf(value, problems) {
    if (typeof scalarOf(value) === 'string')
        return optionsInText(value, problems);
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
/** As a form or an address bar writes it: https://url.spec.whatwg.org/#urlencoded-parsing */
function optionsInText(value, problems) {
    const query = (0,yaml_value/* text */.Qq)(value, problems);
    if (query === undefined)
        return [];
    if (/^\?|#|%(?![0-9a-f]{2})/i.test(query)) {
        const hint = 'Write it without ?, # and broken percent-encoding, or as a mapping, which needs no encoding.';
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
        return { message: 'belongs to one page.', hint: 'Leave it out: further pages are read by themselves.' };
    }
    const exact = ODATA.find((known) => known === asOData.toLowerCase());
    const meant = exact ?? (name.startsWith('$') ? (0,did_you_mean/* didYouMean */.a)(name, ODATA) : undefined);
    if (meant === undefined && !name.startsWith('$') && NAME.test(name))
        return undefined;
    return {
        message: 'is unknown.',
        hint: `${meant === undefined ? '' : `Did you mean ${meant}? `}Of OData's options there are: ${ODATA.join(', ')}.`,
    };
}
function settingProblem(name, setting) {
    if (setting.trim() === '')
        return { message: 'has no value.', hint: 'Give it one, or leave it out.' };
    if (/\p{Cc}|\p{Cs}/u.test(setting))
        return { message: 'holds a control character.', hint: 'Write it on one line.' };
    if (name === '$top' && !isWhole(setting, 1, MOST_A_PAGE)) {
        return { message: `cannot be ${(0,display/* shownText */.f$)(setting)}.`, hint: `Use a whole number from 1 to ${MOST_A_PAGE}.` };
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





const REQUEST_KEYS = { required: ['path'], optional: ['version', 'query', 'children'] };
const CHILDREN_KEYS = { required: ['path'], optional: ['when'] };
const VERSIONS = ['v1.0', 'beta'];
/** Reads `request`. Mistakes are added to the problems. */
function readRequest(value, problems) {
    const keys = (0,yaml_value/* record */.g1)(value, REQUEST_KEYS, problems);
    if (keys === undefined)
        return undefined;
    const path = (0,yaml_value/* given */.gI)(keys, 'path', (inside) => readPath(inside, pathProblem, problems));
    const version = (0,yaml_value/* given */.gI)(keys, 'version', (inside) => (0,yaml_value/* oneOf */.yL)(inside, VERSIONS, problems)) ?? 'v1.0';
    const query = (0,yaml_value/* given */.gI)(keys, 'query', (inside) => readQuery(inside, problems));
    const children = (0,yaml_value/* given */.gI)(keys, 'children', (inside) => readChildren(inside, problems));
    return path === undefined ? undefined : { path, version, query, children };
}
function readChildren(value, problems) {
    const keys = (0,yaml_value/* record */.g1)(value, CHILDREN_KEYS, problems);
    if (keys === undefined)
        return undefined;
    const path = (0,yaml_value/* given */.gI)(keys, 'path', (inside) => readPath(inside, childrenPathProblem, problems));
    const when = (0,yaml_value/* given */.gI)(keys, 'when', (inside) => expressionText(inside, problems));
    return path === undefined ? undefined : { path, when };
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










const KEYS = {
    required: ['name', 'request', 'columns'],
    optional: ['permission', 'rows', 'inconclusive', 'types'],
};
const USUAL_PERMISSION = 'MailboxSettings.Read';
/** `Mail.ReadBasic.All`, `User-Mail.Read`, `eDiscovery.Read.All`. https://learn.microsoft.com/graph/permissions-reference */
const APP_ROLE = /^[A-Za-z][A-Za-z0-9-]*(?:\.[A-Z][A-Za-z0-9]*){1,2}$/;
const report_file_MAX_NAME_LENGTH = 64;
const report_file_NAME = /^[a-z0-9]+(?:-[a-z0-9]+)*$/;
/** Windows reserves these names, with any extension. https://learn.microsoft.com/windows/win32/fileio/naming-a-file */
const DEVICE = /^(?:con|prn|aux|nul|(?:com|lpt)\d)$/;
/** Other files of a run. */
const TAKEN = ['violations'];
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
    const [{ hint, place }] = read.problems;
    throw new errors/* UserError */.yo('REPORT_FILE', (0,problems/* firstOf */.K)(read.problems), { hint, place });
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
    return reportIn((0,yaml_file/* parseYamlBytes */.GV)(bytes, shown));
}
/**
 * Parses the text of a report file.
 *
 * @param file its path relative to the workspace, with forward slashes
 */
function parseReportFile(text, file) {
    return reportIn(parseYaml(text, file));
}
function reportIn({ root, problems }) {
    const definition = root === undefined ? undefined : readDefinition(root, problems);
    const [first, ...more] = problems.all();
    if (first !== undefined)
        return { ok: false, problems: [first, ...more] };
    if (definition === undefined)
        throw new TypeError('a report file gave neither a report nor a problem');
    return { ok: true, definition };
}
function readDefinition(root, problems) {
    const keys = (0,yaml_value/* record */.g1)(root, KEYS, problems);
    if (keys === undefined)
        return undefined;
    const name = (0,yaml_value/* given */.gI)(keys, 'name', (value) => readName(value, problems));
    const permission = (0,yaml_value/* given */.gI)(keys, 'permission', (value) => readPermission(value, problems)) ?? USUAL_PERMISSION;
    const request = (0,yaml_value/* given */.gI)(keys, 'request', (value) => readRequest(value, problems));
    const rows = (0,yaml_value/* given */.gI)(keys, 'rows', (value) => expressionText(value, problems));
    const inconclusive = (0,yaml_value/* given */.gI)(keys, 'inconclusive', (value) => expressionText(value, problems));
    const columns = (0,yaml_value/* given */.gI)(keys, 'columns', (value) => readColumns(value, problems));
    const types = (0,yaml_value/* given */.gI)(keys, 'types', (value) => readTypes(value, columns, problems));
    if (name === undefined || request === undefined || columns === undefined)
        return undefined;
    return { name, permission, request, rows, inconclusive, columns, types };
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
function readPermission(value, problems) {
    const role = (0,yaml_value/* text */.Qq)(value, problems);
    if (role === undefined || APP_ROLE.test(role))
        return role;
    problems.add(value.offset, `${(0,display/* shownText */.f$)(value.name)} cannot be ${(0,display/* shownText */.f$)(role)}.`, `Name an application permission of Microsoft Graph as Entra writes it, such as ${USUAL_PERMISSION} or Mail.ReadBasic.All.`);
    return undefined;
}


/***/ }),

/***/ 90982:
/***/ ((module, __webpack_exports__, __webpack_require__) => {

__webpack_require__.a(module, async (__webpack_handle_async_dependencies__, __webpack_async_result__) => { try {
__webpack_require__.r(__webpack_exports__);
/* harmony import */ var _actions_core__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(91659);
/* harmony import */ var _run_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(78982);


await (0,_run_js__WEBPACK_IMPORTED_MODULE_1__/* .runValidate */ .E)(process.env, _actions_core__WEBPACK_IMPORTED_MODULE_0__);

__webpack_async_result__();
} catch(e) { __webpack_async_result__(e); } }, 1);

/***/ }),

/***/ 78982:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  E: () => (/* binding */ runValidate)
});

// EXTERNAL MODULE: ./src/errors.ts
var src_errors = __webpack_require__(83916);
// EXTERNAL MODULE: ./src/inputs.ts
var src_inputs = __webpack_require__(38422);
// EXTERNAL MODULE: ./src/output/annotations.ts
var annotations = __webpack_require__(3151);
// EXTERNAL MODULE: ./src/runner/log.ts
var log = __webpack_require__(47708);
// EXTERNAL MODULE: ./src/text/numbers.ts
var numbers = __webpack_require__(92613);
// EXTERNAL MODULE: ./src/output/summary/step-summary.ts
var step_summary = __webpack_require__(23535);
// EXTERNAL MODULE: ./src/mailboxes/address.ts
var mailboxes_address = __webpack_require__(16592);
// EXTERNAL MODULE: ./src/mailboxes/find-files.ts + 1 modules
var find_files = __webpack_require__(25821);
// EXTERNAL MODULE: ./src/mailboxes/list-file.ts + 5 modules
var list_file = __webpack_require__(34226);
// EXTERNAL MODULE: ./src/text/display.ts
var display = __webpack_require__(24745);
;// CONCATENATED MODULE: ./src/mailboxes/check-lists.ts





const MOST_KEPT = 1_000;
/**
 * Looks for everything that is wrong in the mailbox lists of a repository, where `readMailboxLists` ends at the first file
 * that has something: each entry that is no address, and each that repeats one, with line and column. No text of a list
 * that may name somebody is repeated. Throws what is no UserError alone.
 */
async function checkMailboxLists(options) {
    const check = new ListCheck(options.column);
    const files = new Map();
    for (const pattern of options.patterns) {
        try {
            for (const file of await (0,find_files/* findListFiles */.l)([pattern], options.workspace)) {
                if (!files.has(file.realPath))
                    files.set(file.realPath, file);
            }
        }
        catch (error) {
            check.fail(error);
        }
    }
    for (const file of files.values())
        await check.file(file);
    check.end([...files.values()].map(({ file }) => file));
    return check;
}
class ListCheck {
    errors = [];
    warnings = [];
    moreErrors = 0;
    moreWarnings = 0;
    column;
    /** Where each address stands first, by the address without case. */
    first = new Map();
    constructor(column) {
        this.column = column;
    }
    get addresses() {
        return this.first.keys();
    }
    get mailboxes() {
        return this.first.size;
    }
    async file(listed) {
        const { file } = listed;
        try {
            const reader = (0,list_file/* readerFor */.d2)(listed);
            reader(await (0,list_file/* listText */.so)(listed), { file, column: this.column }, (found, line, columnOf) => {
                const address = found.trim();
                const place = () => {
                    const column = columnOf();
                    return { file, line, ...(column === undefined ? {} : { column }) };
                };
                if (!(0,mailboxes_address/* isAddress */.P)(address))
                    this.malformed(() => malformed(address, place()));
                else
                    this.address(address, { file, line }, place);
            });
        }
        catch (error) {
            this.fail(error);
        }
    }
    end(files) {
        if (this.mailboxes === 0 && this.errors.length === 0)
            this.errors.push((0,list_file/* emptyError */.CA)(files));
    }
    fail(error) {
        if (!(error instanceof src_errors/* UserError */.yo))
            throw error;
        this.errors.push(error);
    }
    address(address, listedAt, place) {
        const folded = address.toLowerCase();
        const earlier = this.first.get(folded);
        if (earlier === undefined)
            this.first.set(folded, listedAt);
        else if (this.warnings.length < MOST_KEPT)
            this.warnings.push(repeated(earlier, place()));
        else
            this.moreWarnings += 1;
    }
    malformed(make) {
        if (this.errors.length < MOST_KEPT)
            this.errors.push(make());
        else
            this.moreErrors += 1;
    }
}
function malformed(text, place) {
    // What may name somebody is not repeated in a log that anybody may read: file and line tell where it is.
    const shown = text.includes('@') ? 'This' : (0,display/* shownText */.f$)(text);
    return new src_errors/* UserError */.yo('ADDRESS_MALFORMED', text === '' ? 'The address is missing.' : `${shown} is no mailbox address.`, {
        hint: 'Correct it or take it out. Each entry is one user principal name or mail address, such as adele@contoso.com; a table belongs in a .csv file.',
        place,
    });
}
function repeated({ file, line }, place) {
    return new src_errors/* UserError */.yo('ADDRESS_REPEATED', `This address stands in ${file}, line ${line} already.`, {
        hint: 'Take one of them out. Addresses compare without case, and a mailbox is reported once.',
        place,
    });
}

;// CONCATENATED MODULE: ./src/policy/check-policy.ts

/** Looks for everything that is wrong in a policy file. Throws what is no UserError alone. */
async function checkPolicy(file, check) {
    if (file === undefined)
        return { rules: undefined, errors: [], warnings: [] };
    const { workspace, reports, complete, addresses, now } = check;
    try {
        const { openPolicyFile } = await Promise.all(/* import() */[__webpack_require__.e(893), __webpack_require__.e(512)]).then(__webpack_require__.bind(__webpack_require__, 11893));
        const read = await openPolicyFile(file, workspace, reports, complete);
        if (!read.ok) {
            const errors = read.problems.map(({ message, hint, place }) => new src_errors/* UserError */.yo('POLICY_FILE', message, { hint, place }));
            return { rules: undefined, errors, warnings: [] };
        }
        const { policyWarnings } = await __webpack_require__.e(/* import() */ 486).then(__webpack_require__.bind(__webpack_require__, 25486));
        return { rules: read.policy.rules.length, errors: [], warnings: policyWarnings(read.policy, { addresses, now }) };
    }
    catch (error) {
        if (!(error instanceof src_errors/* UserError */.yo))
            throw error;
        return { rules: undefined, errors: [error], warnings: [] };
    }
}

// EXTERNAL MODULE: ./src/reports/choose.ts
var choose = __webpack_require__(4274);
// EXTERNAL MODULE: ./src/reports/file/report-file.ts + 6 modules
var report_file = __webpack_require__(28597);
;// CONCATENATED MODULE: ./src/reports/check-reports.ts



/**
 * Looks for everything that is wrong in reports, where `chooseReports` ends at the first mistake. Throws what is no
 * UserError alone.
 *
 * @param names as the input "report" has them
 * @param workspace absolute path of the repository's checkout
 */
async function checkReports(names, workspace) {
    const chosen = new choose/* ChosenReports */.Gv();
    const errors = [];
    for (const entry of names) {
        try {
            const found = (0,choose/* isReportFile */.NK)(entry) ? await (0,report_file/* openReportFile */.x)(entry, workspace) : named(entry);
            if (found.ok)
                chosen.add(entry, found.definition);
            else {
                for (const { message, hint, place } of found.problems) {
                    errors.push(new src_errors/* UserError */.yo('REPORT_FILE', message, { hint, place }));
                }
            }
        }
        catch (error) {
            if (!(error instanceof src_errors/* UserError */.yo))
                throw error;
            errors.push(error);
        }
    }
    return { reports: chosen.all(), errors };
}
function named(entry) {
    return { ok: true, definition: (0,choose/* namedReport */.Ke)(entry) };
}

;// CONCATENATED MODULE: ./src/validate/check.ts



/** Checks what is committed, offline and without secrets. Throws what is no UserError alone. `now`: epoch ms. */
async function check(inputs, workspace, now) {
    const { mailboxes: patterns, mailboxColumn: column, report, policy: policyFile } = inputs;
    const lists = patterns.length === 0
        ? { mailboxes: 0, addresses: undefined, errors: [], warnings: [], moreErrors: 0, moreWarnings: 0 }
        : await checkMailboxLists({ patterns, workspace, column });
    const { reports, errors } = await checkReports(report, workspace);
    const policy = await checkPolicy(policyFile, {
        ...{ workspace, reports, complete: errors.length === 0 },
        ...{ addresses: lists.addresses, now },
    });
    return {
        mailboxes: lists.mailboxes,
        reports: reports.map(({ name }) => name),
        rules: policy.rules,
        errors: [...lists.errors, ...errors, ...policy.errors],
        warnings: [...lists.warnings, ...policy.warnings],
        moreErrors: lists.moreErrors,
        moreWarnings: lists.moreWarnings,
    };
}
/** How many errors and warnings there are, those that are only counted among them. */
function totals({ errors, warnings, moreErrors, moreWarnings }) {
    return { errors: errors.length + moreErrors, warnings: warnings.length + moreWarnings };
}

;// CONCATENATED MODULE: ./src/validate/place-text.ts
/** A place as compilers and editors write it, `reports/rules.yml:4:7`; '' where there is none. */
function placeText(place) {
    if (place === undefined)
        return '';
    return [place.file, place.line, place.column].filter((part) => part !== undefined).join(':');
}

// EXTERNAL MODULE: ./src/output/summary/markdown.ts
var markdown = __webpack_require__(72777);
;// CONCATENATED MODULE: ./src/validate/summary.ts




const MOST_LISTED = 200;
/** The job summary of a check in GitHub's Markdown, well below the 1 MiB that it may have. */
function checkedSummary(checked) {
    const { mailboxes, reports, rules, errors, warnings } = checked;
    const all = totals(checked);
    const found = [...errors.map(row('error')), ...warnings.map(row('warning'))];
    const shown = found.slice(0, MOST_LISTED);
    const hidden = all.errors + all.warnings - shown.length;
    return [
        `## Mailbox Report: ${errors.length === 0 ? 'valid' : 'not valid'}\n\n`,
        `${(0,numbers/* counted */.hS)(all.errors, 'error', 'errors')}, ${(0,numbers/* counted */.hS)(all.warnings, 'warning', 'warnings')} in `,
        `${(0,numbers/* counted */.hS)(mailboxes, 'mailbox', 'mailboxes')} and ${(0,numbers/* counted */.hS)(reports.length, 'report', 'reports')}`,
        rules === undefined ? '' : `, a policy of ${(0,numbers/* counted */.hS)(rules, 'rule', 'rules')}`,
        '.\n\n',
        shown.length === 0 ? '' : (0,markdown/* markdownTable */.Qj)(['Where', '', 'What is wrong', 'What to do'], shown, false),
        hidden === 0 ? '' : `and ${(0,numbers/* count */.U9)(hidden)} more: see the log\n`,
    ].join('');
}
function row(level) {
    return ({ code, message, hint, place }) => [
        (0,markdown/* markdownText */.p7)(placeText(place), 300),
        `${level} ${(0,markdown/* markdownCode */.D9)(code)}`,
        (0,markdown/* markdownText */.p7)(message, 500),
        (0,markdown/* markdownText */.p7)(hint, 500),
    ];
}

;// CONCATENATED MODULE: ./src/validate/run.ts









/** GitHub shows ten errors and ten warnings a step, and drops the rest. https://docs.github.com/rest/checks/runs */
const MOST_SHOWN = 10;
/** Runs the action that checks what is committed. Never rejects: what is wrong is annotated, and the exit code says so. */
async function runValidate(env, core) {
    try {
        const inputs = (0,src_inputs/* readValidateInputs */.q3)(env);
        const checked = await check(inputs, env.GITHUB_WORKSPACE ?? process.cwd(), Date.now());
        tell(core, checked);
        core.setOutput('result', checked.errors.length === 0 ? 'pass' : 'error');
        core.setOutput('mailbox-count', checked.mailboxes);
        const { errors, warnings } = totals(checked);
        core.setOutput('error-count', errors);
        core.setOutput('warning-count', warnings);
        await (0,step_summary/* writeStepSummary */.o)(core, env, checkedSummary(checked));
        if (checked.errors.length > 0)
            process.exitCode = 1;
    }
    catch (error) {
        process.exitCode = 1;
        core.setOutput('result', 'error');
        core.setOutput('error-count', 1);
        (0,annotations/* annotateError */.TF)(core, error);
    }
}
function tell(core, checked) {
    const { mailboxes, reports, rules, errors, warnings } = checked;
    const named = reports.length === 0 ? '' : `; reports: ${reports.join(', ')}`;
    const judged = rules === undefined ? '' : `; ${(0,numbers/* counted */.hS)(rules, 'rule', 'rules')}`;
    core.info((0,log/* logText */.k)(`${(0,numbers/* counted */.hS)(mailboxes, 'mailbox', 'mailboxes')}${named}${judged}`));
    for (const error of errors.slice(0, MOST_SHOWN))
        (0,annotations/* annotateError */.TF)(core, placed(error));
    for (const warning of warnings.slice(0, MOST_SHOWN))
        (0,annotations/* annotateWarning */.tf)(core, placed(warning));
    for (const rest of [...errors.slice(MOST_SHOWN), ...warnings.slice(MOST_SHOWN)])
        core.info((0,log/* logText */.k)(line(rest)));
    const all = totals(checked);
    const more = all.errors + all.warnings - errors.length - warnings.length;
    if (more > 0)
        core.info(`and ${(0,numbers/* counted */.hS)(more, 'more', 'more')}`);
    core.info(`${(0,numbers/* counted */.hS)(all.errors, 'error', 'errors')}, ${(0,numbers/* counted */.hS)(all.warnings, 'warning', 'warnings')}`);
}
/** With its place in the message: the log shows nothing else of an annotation. */
function placed(error) {
    const text = [placeText(error.place), error.message].filter((part) => part !== '').join(': ');
    return (0,src_errors/* reworded */.Fg)(error, text, error.hint);
}
function line({ code, message, place }) {
    return [placeText(place), code, message].filter((part) => part !== '').join(': ');
}


/***/ })

};
