export const id = 166;
export const ids = [166];
export const modules = {

/***/ 8835:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   K: () => (/* binding */ firstOf),
/* harmony export */   j: () => (/* binding */ FileProblems)
/* harmony export */ });
/* harmony import */ var yaml__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(8815);

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

/***/ 4530:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   aN: () => (/* binding */ MAILBOX_COLUMN),
/* harmony export */   aZ: () => (/* binding */ VERDICT_COLUMNS),
/* harmony export */   bq: () => (/* binding */ STATUS_COLUMNS)
/* harmony export */ });
/* unused harmony export columnNames */
/** The column that names the mailbox: first in every report. */
const MAILBOX_COLUMN = 'MailboxName';
/** The columns that say whether a mailbox was read: after the report's own. */
const STATUS_COLUMNS = ['Status', 'Error'];
/** The columns that a policy adds: no report may have them. */
const VERDICT_COLUMNS = ['Verdict', 'Violations'];
/** The header of a report's CSV. */
function columnNames(report) {
    return [MAILBOX_COLUMN, ...Object.keys(report.columns), ...STATUS_COLUMNS];
}


/***/ }),

/***/ 6166:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  x: () => (/* binding */ openReportFile),
  readReportFile: () => (/* binding */ readReportFile)
});

// UNUSED EXPORTS: reportFileProblems

// EXTERNAL MODULE: ./src/failure.ts
var failure = __webpack_require__(1633);
// EXTERNAL MODULE: ./src/file-problem.ts
var file_problem = __webpack_require__(8835);
// EXTERNAL MODULE: ./src/text/shown-text.ts
var shown_text = __webpack_require__(5936);
// EXTERNAL MODULE: ./src/workspace-file.ts
var workspace_file = __webpack_require__(4429);
// EXTERNAL MODULE: ./src/yaml-file.ts
var yaml_file = __webpack_require__(2619);
// EXTERNAL MODULE: ./src/yaml-value.ts
var yaml_value = __webpack_require__(6740);
// EXTERNAL MODULE: ./src/reports/built-in.ts + 6 modules
var built_in = __webpack_require__(7565);
// EXTERNAL MODULE: ./src/nearest-name.ts
var nearest_name = __webpack_require__(9809);
// EXTERNAL MODULE: ./src/schema/never-holds.ts
var never_holds = __webpack_require__(6654);
// EXTERNAL MODULE: ./src/schema/schema-reader.ts + 1 modules
var schema_reader = __webpack_require__(2304);
;// CONCATENATED MODULE: ./src/reports/column-types.ts





/**
 * What the cells of a report's columns can hold, besides null: column name to JSON Schema. What is wrong is added to the
 * problems.
 *
 * @param columns undefined where they cannot be told: then any will do
 */
function columnTypes(value, columns, problems) {
    const types = [];
    for (const { key, keyOffset, value: type } of (0,yaml_value/* mapping */.pq)(value, problems)?.entries.values() ?? []) {
        if (columns !== undefined && !Object.hasOwn(columns, key)) {
            const names = Object.keys(columns);
            const meant = (0,nearest_name/* nearestName */.q)(key, names);
            const hint = `${meant === undefined ? '' : `Did you mean "${meant}"? `}Types are for the columns under "columns".`;
            problems.add(keyOffset, `The report has no column ${(0,shown_text/* shownText */.f)(key)}.`, hint);
        }
        const schema = (0,schema_reader/* cellSchema */.g)(type, problems);
        const never = schema === undefined ? undefined : (0,never_holds/* neverHolds */.p)(schema);
        if (never !== undefined) {
            const message = `${(0,shown_text/* shownText */.f)(type.name)} can never hold: ${never}.`;
            problems.add(type.offset, message, 'Leave out what rules out the rest.');
        }
        if (schema !== undefined)
            types.push([key, schema]);
    }
    return Object.fromEntries(types);
}

// EXTERNAL MODULE: ./src/reports/expression.ts + 4 modules
var reports_expression = __webpack_require__(9345);
// EXTERNAL MODULE: ./node_modules/@jmespath-community/jmespath/dist/index.mjs
var dist = __webpack_require__(4022);
;// CONCATENATED MODULE: ./src/reports/expression-mistake.ts



/**
 * Where the syntax of an expression is wrong; undefined where it is right, or where nothing tells. The library names no
 * place, but it reads from left to right: the shortest beginning that fails for another reason than its end ends with the
 * mistake.
 */
function expressionMistake(expression) {
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
    return { offset, message: generic ? `${(0,shown_text/* shownText */.f)(token)} cannot stand there` : failure };
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
            return (0,failure/* describeError */.Uc)(error).includes('unknown character');
        }
    };
    if (!isStrange(expression.length))
        return undefined;
    const offset = least(expression.length, isStrange) - 1;
    const [character = ''] = expression.slice(offset);
    return { offset, message: `${(0,shown_text/* shownText */.f)(character)} cannot stand there` };
}
/** Why an expression does not parse: its end, or what the library says; undefined where it does. */
function failureOf(expression) {
    try {
        (0,dist/* compile */.wE)(expression);
        return undefined;
    }
    catch (error) {
        const message = (0,failure/* describeError */.Uc)(error);
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

;// CONCATENATED MODULE: ./src/reports/expression-value.ts





/** An expression is read by people; and the library recurses into it. */
const LONGEST = 4000;
const HINT = 'See https://jmespath.site for the language.';
/** A JMESPath expression that compiles. Anything else is added to the problems, and gives undefined. */
function expressionText(value, problems) {
    const expression = (0,yaml_value/* text */.Qq)(value, problems);
    if (expression === undefined)
        return undefined;
    if (expression.length > LONGEST) {
        problems.add(value.offset, `${(0,shown_text/* shownText */.f)(value.name)} is longer than ${LONGEST} characters.`, 'Write less.');
        return undefined;
    }
    const mistake = expressionMistake(expression);
    if (mistake !== undefined) {
        const message = `${(0,shown_text/* shownText */.f)(value.name)} is not JMESPath: ${mistake.message}.`;
        problems.add((0,yaml_value/* offsetInText */.IK)(value, mistake.offset), message, HINT);
        return undefined;
    }
    try {
        (0,reports_expression/* compileExpression */.W)(expression);
        return expression;
    }
    catch (error) {
        if (!(error instanceof failure/* UserError */.yo))
            throw error;
        problems.add(value.offset, error.message, error.hint);
        return undefined;
    }
}

;// CONCATENATED MODULE: ./src/reports/path-problem.ts

const path_problem_LONGEST = 1000;
const ABOVE = /^\/?(?:(?:v1\.0|beta)\/)?(?:users\/[^/]*|me)(?:\/|$)/i;
/** What RFC 3986 lets stand in a path. https://www.rfc-editor.org/rfc/rfc3986#section-3.3 */
const PATH = /^[A-Za-z0-9\-._~!$&'()*+,;=:@%/]*$/;
const BELOW = 'The path begins below /users/{mailbox}/, such as mailFolders/inbox/messageRules.';
/**
 * What is wrong with the path of a report's request, undefined where nothing is. It must stay below `/users/{mailbox}/`,
 * however a server decodes it, and name something that Graph answers with JSON.
 */
function pathProblem(path) {
    if (path.length > path_problem_LONGEST)
        return { message: `is longer than ${path_problem_LONGEST} characters.`, hint: BELOW };
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
        return { message: `begins with ${(0,shown_text/* shownText */.f)(above)}.`, hint: `Leave that out. ${BELOW}` };
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
        message: `holds ${(0,shown_text/* shownText */.f)(strange)}, which cannot stand in a path.`,
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
        return { message: `holds a broken percent-encoding in ${(0,shown_text/* shownText */.f)(segment)}.`, hint: 'Write a % itself as %25.' };
    }
    // A server may decode more than once, or only after it has split the path.
    if (/[/\\%\p{Cc}]/u.test(decoded)) {
        return {
            message: `hides a character in ${(0,shown_text/* shownText */.f)(segment)}.`,
            hint: 'No / \\ % or control character can be encoded here.',
        };
    }
    if (/^\.+$/.test(decoded)) {
        return { message: `leads elsewhere by ${(0,shown_text/* shownText */.f)(segment)}.`, hint: `Write out where it leads. ${BELOW}` };
    }
    if (decoded.startsWith('$')) {
        const hint = 'Name what Graph answers with JSON; options such as $count and $top go under "query".';
        return { message: `names ${(0,shown_text/* shownText */.f)(segment)}, which gives no rows.`, hint };
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

;// CONCATENATED MODULE: ./src/reports/query-options.ts



/** Of OData's, those that a report can use. https://learn.microsoft.com/graph/query-parameters */
const ODATA = ['$top', '$select', '$filter', '$expand', '$orderby', '$search', '$count', '$skip'];
/** Graph's own answers carry them to the next page, which is read by itself. */
const PAGING = ['$skiptoken', '$deltatoken'];
const MOST_A_PAGE = 1000;
const NAME = /^[$@]?[A-Za-z][\w.-]*$/;
/** The options of a report's request, not encoded: of a mapping, or of a text such as `$top=100&$select=id`. */
function queryOptions(value, problems) {
    const options = optionsOf(value, problems);
    const seen = new Set();
    for (const { name, value: setting, nameOffset, valueOffset } of options) {
        const folded = name.toLowerCase();
        const wrongName = seen.has(folded)
            ? { message: 'stands there a second time.', hint: 'Keep one; case does not count.' }
            : nameProblem(name);
        const wrongValue = wrongName === undefined ? settingProblem(name, setting) : undefined;
        if (wrongName !== undefined)
            problems.add(nameOffset, `The option ${(0,shown_text/* shownText */.f)(name)} ${wrongName.message}`, wrongName.hint);
        if (wrongValue !== undefined)
            problems.add(valueOffset, `${(0,shown_text/* shownText */.f)(name)} ${wrongValue.message}`, wrongValue.hint);
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
        problems.add(value.offset, `${(0,shown_text/* shownText */.f)(value.name)} is no query.`, hint);
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
    const meant = exact ?? (name.startsWith('$') ? (0,nearest_name/* nearestName */.q)(name, ODATA) : undefined);
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
        return { message: `cannot be ${(0,shown_text/* shownText */.f)(setting)}.`, hint: `Use a whole number from 1 to ${MOST_A_PAGE}.` };
    }
    if (name === '$skip' && !isWhole(setting, 0, Infinity)) {
        return { message: `cannot be ${(0,shown_text/* shownText */.f)(setting)}.`, hint: 'Use a whole number.' };
    }
    if (name === '$count' && !/^(?:true|false)$/.test(setting)) {
        return { message: `cannot be ${(0,shown_text/* shownText */.f)(setting)}.`, hint: 'Use true or false.' };
    }
    return undefined;
}
function isWhole(text, least, most) {
    return /^(?:0|[1-9]\d{0,8})$/.test(text) && Number(text) >= least && Number(text) <= most;
}

// EXTERNAL MODULE: ./src/reports/definition.ts
var definition = __webpack_require__(4530);
;// CONCATENATED MODULE: ./src/reports/report-columns.ts




const MOST = 200;
const LONGEST_NAME = 100;
const RESERVED = [definition/* MAILBOX_COLUMN */.aN, ...definition/* STATUS_COLUMNS */.bq, ...definition/* VERDICT_COLUMNS */.aZ];
/** The columns of a report: name to expression. What is wrong is added to the problems. */
function reportColumns(value, problems) {
    const found = (0,yaml_value/* mapping */.pq)(value, problems);
    if (found === undefined)
        return undefined;
    if (found.entries.size === 0)
        problems.add(value.offset, '"columns" has no column.', 'Add one: "Name: expression".');
    if (found.entries.size > MOST)
        problems.add(value.offset, `There are more than ${MOST} columns.`, 'Leave some out.');
    const seen = new Set();
    const columns = [];
    for (const { key, keyOffset, value: expression } of found.entries.values()) {
        const folded = key.trim().toLowerCase();
        const hint = seen.has(folded) ? 'There is one already: case does not count.' : hintFor(key);
        if (hint !== undefined)
            problems.add(keyOffset, `A column cannot be called ${(0,shown_text/* shownText */.f)(key)}.`, hint);
        seen.add(folded);
        columns.push([key, expressionText(expression, problems) ?? '']);
    }
    return Object.fromEntries(columns);
}
function hintFor(name) {
    if (name.trim() === '')
        return 'Give it a name.';
    if (name !== name.trim())
        return 'Remove the blanks around the name.';
    if (name.length > LONGEST_NAME)
        return `Use at most ${LONGEST_NAME} characters.`;
    if (/[\p{C}\p{Zl}\p{Zp}]/u.test(name))
        return 'Use neither line breaks nor characters that cannot be seen.';
    // An object's members with such names come first, wherever they were written.
    if (/^\d+$/.test(name))
        return 'Add a word: a column called by a number alone would lose its place.';
    const reserved = RESERVED.find((column) => column.toLowerCase() === name.toLowerCase());
    return reserved === undefined ? undefined : `Every report has ${reserved} or gets it: choose another name.`;
}

;// CONCATENATED MODULE: ./src/reports/report-name.ts



const report_name_LONGEST = 64;
const report_name_NAME = /^[a-z0-9]+(?:-[a-z0-9]+)*$/;
/** Windows takes these for devices, whatever the extension. https://learn.microsoft.com/windows/win32/fileio/naming-a-file */
const DEVICE = /^(?:con|prn|aux|nul|(?:com|lpt)\d)$/;
/** Files of a run that are no reports. */
const TAKEN = ['violations'];
/** The name of a report, which names its files. Anything else is added to the problems, and gives undefined. */
function reportName(value, problems) {
    const name = (0,yaml_value/* text */.Qq)(value, problems);
    const hint = name === undefined ? undefined : report_name_hintFor(name);
    if (hint === undefined)
        return name;
    problems.add(value.offset, `${(0,shown_text/* shownText */.f)(value.name)} cannot be ${(0,shown_text/* shownText */.f)(name ?? '')}.`, hint);
    return undefined;
}
function report_name_hintFor(name) {
    if (name.length > report_name_LONGEST)
        return `Use at most ${report_name_LONGEST} characters.`;
    if (!report_name_NAME.test(name)) {
        const words = name
            .replace(/([a-z0-9])([A-Z])/g, '$1-$2')
            .toLowerCase()
            .split(/[^a-z0-9]+/);
        const meant = words.filter((word) => word !== '').join('-');
        return `${meant === '' ? '' : `Did you mean "${meant}"? `}Use lower-case words and digits with hyphens between them.`;
    }
    if (DEVICE.test(name))
        return 'Windows cannot have a file of that name: add a word.';
    if (built_in/* builtInReports */.v.has(name))
        return 'A built-in report is called so: choose another name.';
    return TAKEN.includes(name) ? 'Another file of the run is called so: choose another name.' : undefined;
}

;// CONCATENATED MODULE: ./src/reports/report-file.ts













const KEYS = {
    required: ['name', 'request', 'columns'],
    optional: ['permission', 'rows', 'inconclusive', 'types'],
};
const REQUEST_KEYS = { required: ['path'], optional: ['version', 'query', 'children'] };
const CHILDREN_KEYS = { required: ['path'], optional: ['when'] };
const VERSIONS = ['v1.0', 'beta'];
const USUAL_PERMISSION = 'MailboxSettings.Read';
/** `Mail.ReadBasic.All`, `User-Mail.Read`, `eDiscovery.Read.All`. https://learn.microsoft.com/graph/permissions-reference */
const APP_ROLE = /^[A-Za-z][A-Za-z0-9-]*(?:\.[A-Z][A-Za-z0-9]*){1,2}$/;
/**
 * Reads a report file of the workspace. Throws a UserError `REPORT_FILE` that says what is wrong first, with its place,
 * and how much besides; or that there is no such file in the workspace.
 *
 * @param file path relative to the workspace, or absolute within it
 * @param workspace absolute path of the repository's checkout
 */
async function readReportFile(file, workspace) {
    const read = await openReportFile(file, workspace);
    if (read.ok)
        return read.definition;
    const [{ hint, place }] = read.problems;
    throw new failure/* UserError */.yo('REPORT_FILE', (0,file_problem/* firstOf */.K)(read.problems), { hint, place });
}
/** The same with everything that is wrong. Throws a UserError `REPORT_FILE` for a file that cannot be opened alone. */
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
 * Everything that is wrong in the text of a report file, or the report that it is.
 *
 * @param file its path relative to the workspace, with forward slashes
 */
function reportFileProblems(text, file) {
    return reportIn(parseYaml(text, file));
}
function reportIn({ root, problems }) {
    const definition = root === undefined ? undefined : definitionOf(root, problems);
    const [first, ...more] = problems.all();
    if (first !== undefined)
        return { ok: false, problems: [first, ...more] };
    if (definition === undefined)
        throw new TypeError('a report file gave neither a report nor a problem');
    return { ok: true, definition };
}
function definitionOf(root, problems) {
    const keys = (0,yaml_value/* record */.g1)(root, KEYS, problems);
    if (keys === undefined)
        return undefined;
    const name = (0,yaml_value/* given */.gI)(keys, 'name', (value) => reportName(value, problems));
    const permission = (0,yaml_value/* given */.gI)(keys, 'permission', (value) => appRole(value, problems)) ?? USUAL_PERMISSION;
    const request = (0,yaml_value/* given */.gI)(keys, 'request', (value) => requestOf(value, problems));
    const rows = (0,yaml_value/* given */.gI)(keys, 'rows', (value) => expressionText(value, problems));
    const inconclusive = (0,yaml_value/* given */.gI)(keys, 'inconclusive', (value) => expressionText(value, problems));
    const columns = (0,yaml_value/* given */.gI)(keys, 'columns', (value) => reportColumns(value, problems));
    const types = (0,yaml_value/* given */.gI)(keys, 'types', (value) => columnTypes(value, columns, problems));
    if (name === undefined || request === undefined || columns === undefined)
        return undefined;
    return { name, permission, request, rows, inconclusive, columns, types };
}
function requestOf(value, problems) {
    const keys = (0,yaml_value/* record */.g1)(value, REQUEST_KEYS, problems);
    if (keys === undefined)
        return undefined;
    const path = (0,yaml_value/* given */.gI)(keys, 'path', (inside) => pathOf(inside, pathProblem, problems));
    const version = (0,yaml_value/* given */.gI)(keys, 'version', (inside) => (0,yaml_value/* oneOf */.yL)(inside, VERSIONS, problems)) ?? 'v1.0';
    const query = (0,yaml_value/* given */.gI)(keys, 'query', (inside) => queryOptions(inside, problems));
    const children = (0,yaml_value/* given */.gI)(keys, 'children', (inside) => childrenOf(inside, problems));
    return path === undefined ? undefined : { path, version, query, children };
}
function childrenOf(value, problems) {
    const keys = (0,yaml_value/* record */.g1)(value, CHILDREN_KEYS, problems);
    if (keys === undefined)
        return undefined;
    const path = (0,yaml_value/* given */.gI)(keys, 'path', (inside) => pathOf(inside, childrenPathProblem, problems));
    const when = (0,yaml_value/* given */.gI)(keys, 'when', (inside) => expressionText(inside, problems));
    return path === undefined ? undefined : { path, when };
}
function pathOf(value, check, problems) {
    const path = (0,yaml_value/* text */.Qq)(value, problems);
    const problem = path === undefined ? undefined : check(path);
    if (problem === undefined)
        return path;
    problems.add(value.offset, `${(0,shown_text/* shownText */.f)(value.name)} ${problem.message}`, problem.hint);
    return undefined;
}
function appRole(value, problems) {
    const role = (0,yaml_value/* text */.Qq)(value, problems);
    if (role === undefined || APP_ROLE.test(role))
        return role;
    problems.add(value.offset, `${(0,shown_text/* shownText */.f)(value.name)} cannot be ${(0,shown_text/* shownText */.f)(role)}.`, `Name one application permission of Graph as Entra writes it, such as ${USUAL_PERMISSION} or Mail.ReadBasic.All.`);
    return undefined;
}


/***/ }),

/***/ 9507:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   $8: () => (/* binding */ firstMistake),
/* harmony export */   CH: () => (/* binding */ compileCell),
/* harmony export */   Vl: () => (/* binding */ sharedAjv),
/* harmony export */   gI: () => (/* binding */ compileAddress)
/* harmony export */ });
/* unused harmony export newAjv */
/* harmony import */ var ajv_dist_2020_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(2210);
/* harmony import */ var ajv_dist_2020_js__WEBPACK_IMPORTED_MODULE_2___default = /*#__PURE__*/__webpack_require__.n(ajv_dist_2020_js__WEBPACK_IMPORTED_MODULE_2__);
/* harmony import */ var ajv_formats__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(2815);
/* harmony import */ var ajv_formats__WEBPACK_IMPORTED_MODULE_0___default = /*#__PURE__*/__webpack_require__.n(ajv_formats__WEBPACK_IMPORTED_MODULE_0__);
/* harmony import */ var _linear_pattern_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(7794);



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

/***/ 7782:
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

/***/ 5940:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   M: () => (/* binding */ strayValues),
/* harmony export */   V: () => (/* binding */ heldBy)
/* harmony export */ });
/* harmony import */ var _json_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(8301);
/* harmony import */ var _nearest_name_js__WEBPACK_IMPORTED_MODULE_6__ = __webpack_require__(9809);
/* harmony import */ var _text_listed_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(7622);
/* harmony import */ var _cell_schema_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(9507);
/* harmony import */ var _spelling_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(8105);
/* harmony import */ var _subschemas_js__WEBPACK_IMPORTED_MODULE_5__ = __webpack_require__(1893);
/* harmony import */ var _yaml_json_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(3999);







const NOUNS = {
    string: 'text',
    boolean: 'true or false',
    integer: 'whole numbers',
    number: 'numbers',
    object: 'objects',
    array: 'lists',
};
/** What a column's cells can hold besides null, for people: `none, contactsOnly or all`. */
function heldBy(type) {
    const values = (0,_json_js__WEBPACK_IMPORTED_MODULE_3__/* .property */ .MZ)(type, 'enum');
    if (Array.isArray(values) && values.length > 0)
        return (0,_text_listed_js__WEBPACK_IMPORTED_MODULE_4__/* .listed */ .K)(values.map(plain), 'or');
    const only = (0,_json_js__WEBPACK_IMPORTED_MODULE_3__/* .property */ .MZ)(type, 'const');
    if (only !== undefined)
        return plain(only);
    const name = (0,_json_js__WEBPACK_IMPORTED_MODULE_3__/* .property */ .MZ)(type, 'type');
    const names = (Array.isArray(name) ? name : [name]).filter((word) => typeof word === 'string');
    const items = (0,_json_js__WEBPACK_IMPORTED_MODULE_3__/* .property */ .MZ)(type, 'items');
    if (names.length === 1 && names[0] === 'array' && (0,_json_js__WEBPACK_IMPORTED_MODULE_3__/* .isObject */ .Gv)(items))
        return `lists of ${heldBy(items)}`;
    const examples = (0,_json_js__WEBPACK_IMPORTED_MODULE_3__/* .property */ .MZ)(type, 'examples');
    const [example] = Array.isArray(examples) ? examples : [];
    if (example !== undefined && names.length === 1)
        return `${NOUNS[names[0] ?? ''] ?? 'values'} such as ${plain(example)}`;
    const format = (0,_json_js__WEBPACK_IMPORTED_MODULE_3__/* .property */ .MZ)(type, 'format');
    if (names.length === 1 && names[0] === 'string' && typeof format === 'string')
        return `text of the format ${format}`;
    const nouns = names.flatMap((word) => (Object.hasOwn(NOUNS, word) ? (NOUNS[word] ?? []) : []));
    return nouns.length === 0 ? 'what its type allows' : (0,_text_listed_js__WEBPACK_IMPORTED_MODULE_4__/* .listed */ .K)(nouns, 'or');
}
/**
 * The values under `const` and `enum` that a column cannot hold. Those of schemas about the cell itself are held against
 * its type, those about the items of a list or a member of an object against that one's type.
 *
 * @param blank whether the column can hold null
 */
function strayValues(schema, type, blank = true) {
    return [...(0,_subschemas_js__WEBPACK_IMPORTED_MODULE_5__/* .subschemas */ .z)(schema, type)].flatMap((inside) => [...strayHere(inside, blank)]);
}
function* strayHere({ schema, type, path }, blank) {
    const only = (0,_json_js__WEBPACK_IMPORTED_MODULE_3__/* .property */ .MZ)(schema, 'const');
    const values = (0,_json_js__WEBPACK_IMPORTED_MODULE_3__/* .property */ .MZ)(schema, 'enum');
    if (only === undefined && !Array.isArray(values))
        return;
    const canHold = (0,_cell_schema_js__WEBPACK_IMPORTED_MODULE_0__/* .compileCell */ .CH)(type);
    const spelling = new _spelling_js__WEBPACK_IMPORTED_MODULE_1__/* .Spelling */ .Z(type);
    const isHeld = (value) => (value === null && blank) || canHold(spelling.cell(value));
    const held = `The column can hold ${heldBy(type)}${blank ? ', or nothing: null' : ''}.`;
    if (only !== undefined && !isHeld(only)) {
        yield { path: [...path, 'const'], value: only, hint: hintFor(only, type, isHeld) + held };
    }
    for (const [at, value] of Array.isArray(values) ? values.entries() : []) {
        if (!isHeld(value))
            yield { path: [...path, 'enum', at], value, hint: hintFor(value, type, isHeld) + held };
    }
}
function hintFor(value, type, isHeld) {
    if (isHeld([value]))
        return `For a list that has it, write { contains: { const: ${plain(value)} } }. `;
    if (typeof value === 'number' || typeof value === 'boolean') {
        return isHeld(String(value)) ? `Write it in quotes: '${value}'. ` : '';
    }
    if (typeof value !== 'string')
        return '';
    const unquoted = scalarIn(value);
    if (unquoted !== undefined && isHeld(unquoted))
        return `Write ${String(unquoted)} without quotes. `;
    const near = (0,_nearest_name_js__WEBPACK_IMPORTED_MODULE_6__/* .nearestName */ .q)(value, (0,_spelling_js__WEBPACK_IMPORTED_MODULE_1__/* .enumValues */ .U)(type).filter((known) => typeof known === 'string'));
    return near === undefined ? '' : `Did you mean "${near}"? `;
}
function scalarIn(text) {
    const folded = text.trim().toLowerCase();
    if (folded === 'true' || folded === 'false')
        return folded === 'true';
    return /^-?\d+(?:\.\d+)?$/.test(folded) ? Number(folded) : undefined;
}
function plain(value) {
    return typeof value === 'string' ? (0,_yaml_json_js__WEBPACK_IMPORTED_MODULE_2__/* .shownJson */ .oB)(value).slice(1, -1) : (0,_yaml_json_js__WEBPACK_IMPORTED_MODULE_2__/* .shownJson */ .oB)(value);
}


/***/ }),

/***/ 7794:
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

/***/ 6654:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   p: () => (/* binding */ neverHolds)
/* harmony export */ });
/* harmony import */ var _json_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(8301);
/* harmony import */ var _cell_schema_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(9507);
/* harmony import */ var _crossed_bounds_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(7782);
/* harmony import */ var _held_values_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(5940);
/* harmony import */ var _spelling_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(8105);





const ALL_TYPES = ['null', 'boolean', 'object', 'array', 'number', 'string'];
/** Schemas whose alternatives multiply are not thought through to the end: then nothing is certain. */
const MOST_STEPS = 60;
/** Of more values, and of longer ones, nothing is tried out. */
const MOST_TRIED = 1000;
const LONGEST_TRIED = 5000;
/** Compiling a schema takes some milliseconds, and a file of a fork may hold many that ask for it again and again. */
const MOST_COMPILED = 4;
/** Characters of a schema, as JSON, that is thought about. */
const LONGEST = 5000;
/**
 * Why no value meets a schema, or none that a column can hold. A clause, such as `no number is at least 5 and at most 3`;
 * undefined where some value does, or where that is not certain.
 *
 * @param type what the column's cells can hold besides null; strings under its `enum` compare without case
 * @param of what they are: addresses are never null, and compare without case
 */
function neverHolds(schema, type, of = 'cells') {
    if (JSON.stringify(schema).length > LONGEST)
        return undefined;
    const blank = of === 'cells';
    const spelled = (blank ? new _spelling_js__WEBPACK_IMPORTED_MODULE_2__/* .Spelling */ .Z(type) : new _spelling_js__WEBPACK_IMPORTED_MODULE_2__/* .Spelling */ .Z(undefined, true)).schema(schema);
    const compile = blank ? _cell_schema_js__WEBPACK_IMPORTED_MODULE_0__/* .compileCell */ .CH : _cell_schema_js__WEBPACK_IMPORTED_MODULE_0__/* .compileAddress */ .gI;
    const alone = new Search(compile).contradiction([spelled]);
    if (alone !== undefined || type === undefined)
        return alone;
    const held = new Search(compile).contradiction([spelled, blank ? { anyOf: [type, { type: 'null' }] } : type]);
    return held === undefined ? undefined : `the column can hold only ${(0,_held_values_js__WEBPACK_IMPORTED_MODULE_1__/* .heldBy */ .V)(type)}${blank ? ', or nothing' : ''}`;
}
/** Looks for a reason why no value meets some schemas together, for a limited number of steps. */
class Search {
    #compile;
    #steps = 0;
    #compiled = 0;
    constructor(compile) {
        this.#compile = compile;
    }
    contradiction(schemas) {
        this.#steps += 1;
        if (this.#steps > MOST_STEPS)
            return undefined;
        const parts = partsOf(schemas);
        if (parts === undefined)
            return 'false is a schema that nothing meets';
        const values = smallestChoice(parts);
        if (values !== undefined) {
            const meeting = this.#meetingOf(values, parts);
            if (meeting === 'some')
                return undefined;
            if (meeting === 'none')
                return noneOf(values.length);
        }
        return opposed(parts) ?? this.#noAlternative(parts) ?? this.#noType(parts);
    }
    /** Whether some of the values meet the schemas. */
    #meetingOf(values, parts) {
        if (values.length === 0)
            return 'none';
        if (values.length > MOST_TRIED || JSON.stringify(values).length > LONGEST_TRIED)
            return 'unsure';
        this.#compiled += 1;
        if (this.#compiled > MOST_COMPILED)
            return 'unsure';
        try {
            return values.some(this.#compile({ allOf: [...parts] })) ? 'some' : 'none';
        }
        catch {
            // A schema inside that the validator refuses, such as one of crossed bounds.
            return 'unsure';
        }
    }
    /** Every alternative of a schema is ruled out by the rest. */
    #noAlternative(parts) {
        for (const part of parts) {
            for (const keyword of ['anyOf', 'oneOf']) {
                if (this.#steps > MOST_STEPS)
                    return undefined;
                const alternatives = (0,_json_js__WEBPACK_IMPORTED_MODULE_3__/* .property */ .MZ)(part, keyword);
                if (!Array.isArray(alternatives))
                    continue;
                const rest = Object.fromEntries(Object.entries(part).filter(([other]) => other !== keyword));
                const others = parts.map((other) => (other === part ? rest : other));
                let reason;
                for (const alternative of alternatives) {
                    reason = this.contradiction([...others, alternative]);
                    if (reason === undefined)
                        break;
                }
                if (reason === undefined)
                    continue;
                return alternatives.length === 1 ? reason : `none of the schemas under ${keyword} can hold`;
            }
        }
        return undefined;
    }
    /** No JSON type is left that all allow. */
    #noType(parts) {
        let left = ALL_TYPES;
        for (const part of parts) {
            const allowed = typesOf(part);
            left = left.filter((type) => allowed.includes(type));
            if ((0,_json_js__WEBPACK_IMPORTED_MODULE_3__/* .property */ .MZ)(part, 'not') === true)
                return '"not" rules everything out';
            if ((0,_json_js__WEBPACK_IMPORTED_MODULE_3__/* .isObject */ .Gv)(part.not) && Object.keys(part.not).length === 0)
                return '"not" rules everything out';
        }
        if (left.length === 0)
            return 'its types rule each other out';
        const reasons = left.map((type) => this.#noneOfType(type, parts));
        return reasons.every((reason) => reason !== undefined) ? reasons[0] : undefined;
    }
    #noneOfType(type, parts) {
        for (const part of parts) {
            const crossed = (0,_crossed_bounds_js__WEBPACK_IMPORTED_MODULE_4__/* .crossedBounds */ .RX)(part).find((bounds) => bounds.type === type);
            if (crossed !== undefined)
                return crossed.reason;
        }
        if (type === 'number')
            return (0,_crossed_bounds_js__WEBPACK_IMPORTED_MODULE_4__/* .crossedNumbers */ .Ap)(parts, parts.some(isWholeOnly))?.reason;
        if (type === 'string')
            return noLength(parts, 'minLength', 'maxLength', 'text');
        if (type === 'array')
            return noLength(parts, 'minItems', 'maxItems', 'list') ?? this.#noList(parts);
        if (type === 'object')
            return noLength(parts, 'minProperties', 'maxProperties', 'object') ?? this.#noObject(parts);
        return undefined;
    }
    #noList(parts) {
        const least = most(parts, 'minItems') ?? 0;
        const each = parts.flatMap((part) => {
            const items = (0,_json_js__WEBPACK_IMPORTED_MODULE_3__/* .property */ .MZ)(part, 'items');
            return items === undefined || Object.hasOwn(part, 'prefixItems') ? [] : [items];
        });
        for (const part of parts) {
            const contains = (0,_json_js__WEBPACK_IMPORTED_MODULE_3__/* .property */ .MZ)(part, 'contains');
            if (contains === undefined || ((0,_crossed_bounds_js__WEBPACK_IMPORTED_MODULE_4__/* .numberUnder */ .E2)(part, 'minContains') ?? 1) < 1)
                continue;
            if (parts.some((other) => (0,_crossed_bounds_js__WEBPACK_IMPORTED_MODULE_4__/* .numberUnder */ .E2)(other, 'maxItems') === 0))
                return 'an empty list contains nothing';
            const hasPrefix = parts.some((other) => Object.hasOwn(other, 'prefixItems'));
            const reason = this.contradiction(hasPrefix ? [contains] : [...each, contains]);
            if (reason !== undefined)
                return `no list contains such an item: ${reason}`;
        }
        if (least < 1 || each.length === 0 || parts.some((part) => Object.hasOwn(part, 'prefixItems')))
            return undefined;
        const reason = this.contradiction(each);
        return reason === undefined ? undefined : `a list of at least ${least} has no such item: ${reason}`;
    }
    #noObject(parts) {
        for (const name of parts.flatMap((part) => namesUnder(part, 'required'))) {
            const schemas = parts.flatMap((part) => (0,_json_js__WEBPACK_IMPORTED_MODULE_3__/* .property */ .MZ)((0,_json_js__WEBPACK_IMPORTED_MODULE_3__/* .property */ .MZ)(part, 'properties'), name) ?? []);
            const reason = schemas.length === 0 ? undefined : this.contradiction(schemas);
            if (reason !== undefined)
                return `a member that is required cannot be: ${reason}`;
        }
        return undefined;
    }
}
/** Keywords that say all that they say by themselves, whatever stands beside them. */
const ALONE = new Set([
    ...['type', 'const', 'enum', 'pattern', 'format', 'required', 'uniqueItems', 'multipleOf', 'minimum', 'maximum'],
    ...['exclusiveMinimum', 'exclusiveMaximum', 'minLength', 'maxLength', 'minItems', 'maxItems'],
]);
/** One schema rules out just what another asks for. */
function opposed(parts) {
    for (const part of parts) {
        const [entry, ...others] = (0,_json_js__WEBPACK_IMPORTED_MODULE_3__/* .isObject */ .Gv)(part.not) ? Object.entries(part.not) : [];
        if (entry === undefined || others.length > 0 || !ALONE.has(entry[0]))
            continue;
        const [keyword, ruledOut] = entry;
        const asked = parts.map((other) => (0,_json_js__WEBPACK_IMPORTED_MODULE_3__/* .property */ .MZ)(other, keyword));
        const isRuledOut = (value) => value !== undefined && JSON.stringify(value) === JSON.stringify(ruledOut);
        if (asked.some(isRuledOut))
            return `"not" rules out what "${keyword}" asks for`;
    }
    return undefined;
}
/** The fewest values among which one must be that meets them all; undefined where there is no such list. */
function smallestChoice(parts) {
    let smallest;
    for (const part of parts) {
        const choice = choiceOf(part);
        if (choice !== undefined && choice.length < (smallest?.length ?? Infinity))
            smallest = choice;
    }
    return smallest;
}
/** Schemas with those under `allOf` beside them; undefined where one is false. */
function partsOf(schemas) {
    const parts = [];
    const pending = [...schemas];
    for (let schema = pending.pop(); schema !== undefined; schema = pending.pop()) {
        if (schema === false)
            return undefined;
        if (!(0,_json_js__WEBPACK_IMPORTED_MODULE_3__/* .isObject */ .Gv)(schema))
            continue;
        parts.push(schema);
        const all = (0,_json_js__WEBPACK_IMPORTED_MODULE_3__/* .property */ .MZ)(schema, 'allOf');
        if (Array.isArray(all))
            pending.push(...all);
    }
    return parts;
}
/** All values that can meet a schema, and perhaps others; undefined where they cannot be listed. */
function choiceOf(schema) {
    if (schema === false)
        return [];
    if (!(0,_json_js__WEBPACK_IMPORTED_MODULE_3__/* .isObject */ .Gv)(schema))
        return undefined;
    const only = (0,_json_js__WEBPACK_IMPORTED_MODULE_3__/* .property */ .MZ)(schema, 'const');
    if (only !== undefined)
        return [only];
    const values = (0,_json_js__WEBPACK_IMPORTED_MODULE_3__/* .property */ .MZ)(schema, 'enum');
    if (Array.isArray(values))
        return values;
    const types = namesUnder(schema, 'type');
    if (types.length > 0 && types.every((type) => type === 'null' || type === 'boolean')) {
        return types.flatMap((type) => (type === 'null' ? [null] : [true, false]));
    }
    const all = (0,_json_js__WEBPACK_IMPORTED_MODULE_3__/* .property */ .MZ)(schema, 'allOf');
    for (const part of Array.isArray(all) ? all : []) {
        const choice = choiceOf(part);
        if (choice !== undefined)
            return choice;
    }
    for (const keyword of ['anyOf', 'oneOf']) {
        const alternatives = (0,_json_js__WEBPACK_IMPORTED_MODULE_3__/* .property */ .MZ)(schema, keyword);
        if (!Array.isArray(alternatives))
            continue;
        const choices = alternatives.map((alternative) => choiceOf(alternative));
        if (choices.every((choice) => choice !== undefined))
            return choices.flat();
    }
    return undefined;
}
function noneOf(count) {
    if (count === 0)
        return 'it allows no value';
    return count === 1
        ? 'the one value that it allows does not meet the rest of it'
        : 'none of the values that it allows meets the rest of it';
}
function typesOf(part) {
    const named = namesUnder(part, 'type');
    const excluded = (0,_json_js__WEBPACK_IMPORTED_MODULE_3__/* .isObject */ .Gv)(part.not) && Object.keys(part.not).length === 1 ? namesUnder(part.not, 'type') : [];
    return ALL_TYPES.filter((type) => (named.length === 0 || named.includes(type) || (type === 'number' && named.includes('integer'))) &&
        !excluded.includes(type));
}
function isWholeOnly(part) {
    const types = namesUnder(part, 'type');
    return types.includes('integer') && !types.includes('number');
}
function noLength(parts, least, greatest, noun) {
    const low = most(parts, least);
    const high = most(parts, greatest, -1);
    return low === undefined || high === undefined || low <= high
        ? undefined
        : `no ${noun} has at least ${low} and at most ${high}`;
}
/** The strictest number under a keyword: the greatest, or with a sign of -1 the least. */
function most(parts, keyword, sign = 1) {
    const numbers = parts.flatMap((part) => (0,_crossed_bounds_js__WEBPACK_IMPORTED_MODULE_4__/* .numberUnder */ .E2)(part, keyword) ?? []);
    return numbers.length === 0 ? undefined : sign * Math.max(...numbers.map((number) => sign * number));
}
/** The texts under a keyword that holds one or a list of them. */
function namesUnder(schema, keyword) {
    const found = (0,_json_js__WEBPACK_IMPORTED_MODULE_3__/* .property */ .MZ)(schema, keyword);
    const names = Array.isArray(found) ? found : [found];
    return names.filter((name) => typeof name === 'string');
}


/***/ }),

/***/ 2304:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  g: () => (/* binding */ cellSchema)
});

// EXTERNAL MODULE: ./node_modules/yaml/dist/index.js
var dist = __webpack_require__(8815);
// EXTERNAL MODULE: ./src/text/shown-text.ts
var shown_text = __webpack_require__(5936);
// EXTERNAL MODULE: ./src/nearest-name.ts
var nearest_name = __webpack_require__(9809);
// EXTERNAL MODULE: ./src/yaml-value.ts
var yaml_value = __webpack_require__(6740);
// EXTERNAL MODULE: ./src/schema/cell-schema.ts
var cell_schema = __webpack_require__(9507);
// EXTERNAL MODULE: ./src/schema/crossed-bounds.ts
var crossed_bounds = __webpack_require__(7782);
// EXTERNAL MODULE: ./src/schema/linear-pattern.ts + 3 modules
var linear_pattern = __webpack_require__(7794);
// EXTERNAL MODULE: ./src/yaml-json.ts
var yaml_json = __webpack_require__(3999);
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
        problems.add(value.offset, `${(0,shown_text/* shownText */.f)(value.name)} says nothing.`, 'Give it a keyword, such as const or enum.');
        return undefined;
    }
    if (JSON.stringify(json).length > LONGEST) {
        problems.add(value.offset, `${(0,shown_text/* shownText */.f)(value.name)} is longer than ${LONGEST} characters.`, 'Write less.');
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
            problems.add(value.offset, `${(0,shown_text/* shownText */.f)(value.name)} must be a JSON Schema, not a list.`, 'One for each item goes under prefixItems.');
            return false;
        case 'schemas': {
            const schemas = (0,yaml_value/* list */.p_)(value, problems);
            if (schemas?.length === 0)
                problems.add(value.offset, `${(0,shown_text/* shownText */.f)(value.name)} has no schema.`, 'Add one.');
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
        const meant = keyword === 'type' && typeof shown === 'string' ? (0,nearest_name/* nearestName */.q)(shown, TYPES) : undefined;
        problems.add(wrong.offset, `${(0,shown_text/* shownText */.f)(wrong.name)} cannot be ${(0,yaml_json/* shownJson */.oB)(shown)}.`, `${meant === undefined ? '' : `Did you mean "${meant}"? `}"${keyword}" must be ${wanted.mustBe}.`);
        return false;
    }
    if (keyword === 'enum' && Array.isArray(json) && json.length === 0) {
        problems.add(value.offset, `${(0,shown_text/* shownText */.f)(value.name)} has no value.`, 'List what the cell may be.');
        return false;
    }
    if (keyword === 'pattern' && typeof json === 'string')
        return isPattern(json, value, problems);
    return keyword !== 'format' || typeof json !== 'string' || isFormat(json, value, problems);
}
function isPattern(pattern, value, problems) {
    if (pattern.length > LONGEST_PATTERN) {
        problems.add(value.offset, `${(0,shown_text/* shownText */.f)(value.name)} is longer than ${LONGEST_PATTERN} characters.`, 'Write less; a list of values goes under enum.');
        return false;
    }
    try {
        new RegExp(pattern, 'u');
        if ((0,linear_pattern/* isBounded */.C)(pattern))
            return true;
        problems.add(value.offset, `${(0,shown_text/* shownText */.f)(value.name)} could take for ever on some texts.`, 'Leave out lookaround, references back, flags within and counts above 1,000, of which nested ones multiply: with them ' +
            'it cannot be tried in linear time.');
        return false;
    }
    catch (error) {
        // The engine quotes the whole pattern before its reason.
        const reason = error instanceof Error ? error.message.slice(error.message.lastIndexOf(': ') + 2) : '';
        problems.add(value.offset, `${(0,shown_text/* shownText */.f)(value.name)} is no regular expression: ${(0,shown_text/* shownText */.f)(reason).slice(1, -1)}.`, "It is one of JavaScript with the flag u: put it into single quotes, and a backslash only before what needs it, as in '^a\\.b'.");
        return false;
    }
}
function isFormat(format, value, problems) {
    const formats = Object.keys((0,cell_schema/* sharedAjv */.Vl)().formats);
    if (formats.includes(format))
        return true;
    const meant = (0,nearest_name/* nearestName */.q)(format, formats);
    problems.add(value.offset, `There is no format ${(0,shown_text/* shownText */.f)(format)}.`, `${meant === undefined ? '' : `Did you mean "${meant}"? `}The formats are: ${formats.join(', ')}.`);
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
        problems.add(entries.get(keyword)?.value.offset ?? value.offset, `${(0,shown_text/* shownText */.f)(value.name)} can never hold: ${reason}.`, 'Look whether the two are swapped.');
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
        problems.add(value.offset, `${(0,shown_text/* shownText */.f)(value.name)} is no JSON Schema: ${(0,shown_text/* shownText */.f)(reason).slice(1, -1)}.`, 'See https://json-schema.org/draft/2020-12/json-schema-validation for the keywords.');
        return false;
    }
}
function addUnknown(keyword, offset, problems) {
    const refused = refusal(keyword);
    if (refused !== undefined) {
        problems.add(offset, `The keyword ${(0,shown_text/* shownText */.f)(keyword)} cannot stand here.`, refused);
        return;
    }
    const meant = meantKeyword(keyword) ?? (0,nearest_name/* nearestName */.q)(keyword, KEYWORDS);
    problems.add(offset, `${(0,shown_text/* shownText */.f)(keyword)} is no keyword of JSON Schema.`, (meant === undefined ? '' : `Did you mean "${meant}"? `) +
        'The keywords are those of draft 2020-12, such as const, enum, pattern, minimum and not.');
}
/** In place of a schema stands what the cell was meant to be. */
function addNoSchema(value, problems) {
    const { node, offset, name } = value;
    if ((0,dist/* isSeq */.oP)(node)) {
        problems.add(offset, `${(0,shown_text/* shownText */.f)(name)} must be a JSON Schema, not a list.`, 'Write { enum: [...] } if the cell may be one of several values.');
        return;
    }
    const scalar = (0,dist/* isScalar */.jn)(node) ? node.value : null;
    if (scalar === null) {
        problems.add(offset, `${(0,shown_text/* shownText */.f)(name)} has no value.`, 'Write { const: null } if the cell must be blank.');
        return;
    }
    const kind = typeof scalar === 'string' ? 'text' : typeof scalar === 'boolean' ? 'true or false' : 'a number';
    const isType = typeof scalar === 'string' && TYPES.includes(scalar);
    problems.add(offset, `${(0,shown_text/* shownText */.f)(name)} must be a JSON Schema, not ${kind}.`, isType
        ? `Write { type: ${scalar} } if the cell must be of that type.`
        : `Write { const: ${asWritten(value)} } if the cell must be exactly that.`);
}
function asWritten({ node }) {
    if (!(0,dist/* isScalar */.jn)(node))
        return '...';
    const plain = node.type === dist/* Scalar */.X5.PLAIN && typeof node.source === 'string' ? node.source : undefined;
    return plain !== undefined && !/[,{}[\]]/.test(plain) ? (0,shown_text/* shownText */.f)(plain).slice(1, -1) : (0,shown_text/* shownText */.f)(String(node.value));
}


/***/ }),

/***/ 8105:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   U: () => (/* binding */ enumValues),
/* harmony export */   Z: () => (/* binding */ Spelling)
/* harmony export */ });
/* harmony import */ var _json_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(8301);

/** Keywords whose value is a schema. https://json-schema.org/draft/2020-12/json-schema-core#section-10 */
const HOLDS_SCHEMA = new Set([
    'not',
    'if',
    'then',
    'else',
    'items',
    'contains',
    'additionalProperties',
    'propertyNames',
    'unevaluatedItems',
    'unevaluatedProperties',
]);
/** Keywords whose value is an array of schemas. */
const HOLDS_SCHEMAS = new Set(['allOf', 'anyOf', 'oneOf', 'prefixItems']);
/** Keywords whose value is an object of schemas, under names that are no keywords. */
const HOLDS_NAMED_SCHEMAS = new Set(['properties', 'patternProperties', 'dependentSchemas']);
/** The values under `enum` of what a column can hold, itself or in an array. */
function enumValues(type) {
    const own = (0,_json_js__WEBPACK_IMPORTED_MODULE_0__/* .property */ .MZ)(type, 'enum') ?? (0,_json_js__WEBPACK_IMPORTED_MODULE_0__/* .property */ .MZ)((0,_json_js__WEBPACK_IMPORTED_MODULE_0__/* .property */ .MZ)(type, 'items'), 'enum');
    return Array.isArray(own) ? own : [];
}
/**
 * One spelling for texts that differ only by case, so that a schema of a column whose values Graph spells this way or
 * that can compare them exactly: Graph's own spelling, and of a text that Graph does not know the one that came first.
 */
class Spelling {
    /** To the one spelling, from that itself and from lower case, and from whichever other a schema has. */
    #known = new Map();
    /** Of the members of an object that are of such values. */
    #members = new Map();
    #folds;
    /**
     * @param type what a column can hold, or a member of an object in it
     * @param folds whether case does not count of the texts themselves; of members their types tell
     */
    constructor(type, folds = enumValues(type).length > 0) {
        this.#folds = folds;
        for (const value of enumValues(type))
            if (typeof value === 'string')
                this.#learn(value);
        const members = (0,_json_js__WEBPACK_IMPORTED_MODULE_0__/* .property */ .MZ)(type, 'properties');
        for (const [name, member] of Object.entries((0,_json_js__WEBPACK_IMPORTED_MODULE_0__/* .isObject */ .Gv)(members) ? members : {})) {
            const spelling = (0,_json_js__WEBPACK_IMPORTED_MODULE_0__/* .isObject */ .Gv)(member) ? new Spelling(member) : undefined;
            if (spelling?.matters === true)
                this.#members.set(name, spelling);
        }
    }
    /** Whether there is anything of which case does not count. */
    get matters() {
        return this.#folds || this.#members.size > 0;
    }
    /** The cell as the schema compares it. An array in which every text is spelled so is given back itself. */
    cell(cell) {
        if (typeof cell === 'string')
            return this.#text(cell);
        if ((0,_json_js__WEBPACK_IMPORTED_MODULE_0__/* .isObject */ .Gv)(cell))
            return this.#object(cell);
        if (!Array.isArray(cell))
            return cell;
        for (const element of cell) {
            if (typeof element === 'string' && this.#text(element) !== element)
                return cell.map((one) => this.#element(one));
        }
        return cell;
    }
    /** The schema with the texts under its `const` and `enum` spelled so, at any depth. Texts that are new are learned. */
    schema(schema) {
        if (typeof schema === 'boolean')
            return schema;
        return Object.fromEntries(Object.entries(schema).map(([keyword, value]) => [keyword, this.#under(keyword, value)]));
    }
    #under(keyword, value) {
        if (keyword === 'const' || keyword === 'enum')
            return this.#value(value);
        if (keyword === 'additionalProperties' || keyword === 'unevaluatedProperties')
            return this.#ofAnyMember(value);
        if (HOLDS_SCHEMA.has(keyword))
            return this.#subschema(value);
        if (HOLDS_SCHEMAS.has(keyword) && Array.isArray(value))
            return value.map((one) => this.#subschema(one));
        if (!HOLDS_NAMED_SCHEMAS.has(keyword) || !(0,_json_js__WEBPACK_IMPORTED_MODULE_0__/* .isObject */ .Gv)(value))
            return value;
        return Object.fromEntries(Object.entries(value).map(([name, one]) => {
            if (keyword === 'patternProperties')
                return [name, this.#ofAnyMember(one)];
            if (keyword !== 'properties')
                return [name, this.#subschema(one)];
            const member = this.#members.get(name);
            // Of what is further inside of another member, case counts.
            return [name, member === undefined ? one : member.#subschema(one)];
        }));
    }
    #object(cell) {
        if (this.#members.size === 0)
            return cell;
        return Object.fromEntries(Object.entries(cell).map(([name, value]) => [name, this.#members.get(name)?.cell(value) ?? value]));
    }
    #subschema(schema) {
        if (!(0,_json_js__WEBPACK_IMPORTED_MODULE_0__/* .isObject */ .Gv)(schema))
            return schema;
        return Object.fromEntries(Object.entries(schema).map(([keyword, value]) => [keyword, this.#under(keyword, value)]));
    }
    /** A schema that may be about each of the members: the words of all of them are spelled. */
    #ofAnyMember(schema) {
        let spelled = this.#subschema(schema);
        for (const member of this.#members.values())
            spelled = member.#subschema(spelled);
        return spelled;
    }
    #value(value) {
        if (typeof value === 'string')
            return this.#learn(value);
        if ((0,_json_js__WEBPACK_IMPORTED_MODULE_0__/* .isObject */ .Gv)(value)) {
            return Object.fromEntries(Object.entries(value).map(([name, one]) => {
                const member = this.#members.get(name);
                return [name, member === undefined ? one : member.#value(one)];
            }));
        }
        return Array.isArray(value) ? value.map((element) => this.#value(element)) : value;
    }
    #element(element) {
        return typeof element === 'string' ? this.#text(element) : element;
    }
    #text(text) {
        return this.#known.get(text) ?? this.#known.get(text.toLowerCase()) ?? text;
    }
    #learn(text) {
        if (!this.#folds)
            return text;
        const spelled = this.#text(text);
        this.#known.set(spelled, spelled).set(text, spelled).set(text.toLowerCase(), spelled);
        return spelled;
    }
}


/***/ }),

/***/ 1893:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   z: () => (/* binding */ subschemas)
/* harmony export */ });
/* harmony import */ var _json_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(8301);

/** A schema and those inside it, each with the type of what it is about; where items or members have none, nothing of them. */
function* subschemas(schema, type, path = []) {
    if (!(0,_json_js__WEBPACK_IMPORTED_MODULE_0__/* .isObject */ .Gv)(schema))
        return;
    yield { path, schema, type };
    for (const keyword of ['not', 'if', 'then', 'else']) {
        yield* subschemas((0,_json_js__WEBPACK_IMPORTED_MODULE_0__/* .property */ .MZ)(schema, keyword) ?? true, type, [...path, keyword]);
    }
    for (const keyword of ['allOf', 'anyOf', 'oneOf']) {
        yield* ofList((0,_json_js__WEBPACK_IMPORTED_MODULE_0__/* .property */ .MZ)(schema, keyword), type, [...path, keyword]);
    }
    yield* ofMembers((0,_json_js__WEBPACK_IMPORTED_MODULE_0__/* .property */ .MZ)(schema, 'properties'), (0,_json_js__WEBPACK_IMPORTED_MODULE_0__/* .property */ .MZ)(type, 'properties'), [...path, 'properties']);
    const items = (0,_json_js__WEBPACK_IMPORTED_MODULE_0__/* .property */ .MZ)(type, 'items');
    if (!(0,_json_js__WEBPACK_IMPORTED_MODULE_0__/* .isObject */ .Gv)(items))
        return;
    for (const keyword of ['items', 'contains']) {
        yield* subschemas((0,_json_js__WEBPACK_IMPORTED_MODULE_0__/* .property */ .MZ)(schema, keyword) ?? true, items, [...path, keyword]);
    }
    yield* ofList((0,_json_js__WEBPACK_IMPORTED_MODULE_0__/* .property */ .MZ)(schema, 'prefixItems'), items, [...path, 'prefixItems']);
}
/** Those of an object's members whose types are known. */
function* ofMembers(schemas, types, path) {
    if (!(0,_json_js__WEBPACK_IMPORTED_MODULE_0__/* .isObject */ .Gv)(schemas) || !(0,_json_js__WEBPACK_IMPORTED_MODULE_0__/* .isObject */ .Gv)(types))
        return;
    for (const [name, schema] of Object.entries(schemas)) {
        const type = Object.hasOwn(types, name) ? types[name] : undefined;
        if ((0,_json_js__WEBPACK_IMPORTED_MODULE_0__/* .isObject */ .Gv)(type))
            yield* subschemas(schema, type, [...path, name]);
    }
}
function* ofList(schemas, type, path) {
    if (!Array.isArray(schemas))
        return;
    for (const [at, schema] of schemas.entries())
        yield* subschemas(schema, type, [...path, at]);
}


/***/ }),

/***/ 2619:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   GV: () => (/* binding */ parseYamlBytes)
/* harmony export */ });
/* unused harmony exports LARGEST_YAML_FILE, parseYaml */
/* harmony import */ var node_buffer__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(4573);
/* harmony import */ var node_buffer__WEBPACK_IMPORTED_MODULE_0___default = /*#__PURE__*/__webpack_require__.n(node_buffer__WEBPACK_IMPORTED_MODULE_0__);
/* harmony import */ var yaml__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(8815);
/* harmony import */ var _file_problem_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(8835);
/* harmony import */ var _text_shown_text_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(5936);
/* harmony import */ var _yaml_value_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(6740);





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
    const problems = new _file_problem_js__WEBPACK_IMPORTED_MODULE_2__/* .FileProblems */ .j(text, file);
    const root = rootOf(text, problems);
    return { problems, root: root === undefined ? undefined : { node: root, offset: root.range[0], name: '' } };
}
function tooLarge(file) {
    return unreadable({ text: '', file, offset: 0 }, 'The file is larger than 1 MB.', 'Leave out what is not needed, or split the file.');
}
function unreadable({ text, file, offset }, message, hint) {
    const problems = new _file_problem_js__WEBPACK_IMPORTED_MODULE_2__/* .FileProblems */ .j(text, file);
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
        const cut = (0,_text_shown_text_js__WEBPACK_IMPORTED_MODULE_4__/* .shownText */ .f)(message).slice(1, -1);
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
        return `an alias (${(0,_text_shown_text_js__WEBPACK_IMPORTED_MODULE_4__/* .shownText */ .f)(`*${node.source}`)})`;
    if (node.tag !== undefined)
        return `a tag (${(0,_text_shown_text_js__WEBPACK_IMPORTED_MODULE_4__/* .shownText */ .f)(node.tag)})`;
    return node.anchor === undefined ? undefined : `an anchor (${(0,_text_shown_text_js__WEBPACK_IMPORTED_MODULE_4__/* .shownText */ .f)(`&${node.anchor}`)})`;
}
function addRepeatedKeys({ items }, problems) {
    const seen = new Set();
    for (const { key } of items) {
        const text = (0,_yaml_value_js__WEBPACK_IMPORTED_MODULE_3__/* .keyText */ .Pu)(key);
        if (text === undefined)
            continue;
        if (seen.has(text))
            problems.add(key.range[0], `The key ${(0,_text_shown_text_js__WEBPACK_IMPORTED_MODULE_4__/* .shownText */ .f)(text)} stands here a second time.`, 'Keep one.');
        seen.add(text);
    }
}


/***/ }),

/***/ 3999:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   IL: () => (/* binding */ jsonValue),
/* harmony export */   fK: () => (/* binding */ valueAt),
/* harmony export */   hw: () => (/* binding */ pointerPath),
/* harmony export */   o$: () => (/* binding */ jsonObject),
/* harmony export */   oB: () => (/* binding */ shownJson)
/* harmony export */ });
/* harmony import */ var yaml__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(8815);
/* harmony import */ var _json_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(8301);
/* harmony import */ var _text_shown_text_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(5936);
/* harmony import */ var _yaml_value_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(6740);




/** A YAML value as JSON. What JSON has not, such as `.nan`, is added to the problems, and gives undefined. */
function jsonValue(value, problems) {
    const { node, offset, name } = value;
    if ((0,yaml__WEBPACK_IMPORTED_MODULE_0__/* .isMap */ .jh)(node))
        return jsonObject(value, problems);
    if ((0,yaml__WEBPACK_IMPORTED_MODULE_0__/* .isSeq */ .oP)(node)) {
        const items = ((0,_yaml_value_js__WEBPACK_IMPORTED_MODULE_1__/* .list */ .p_)(value, problems) ?? []).map((item) => jsonValue(item, problems));
        return items.every((item) => item !== undefined) ? items : undefined;
    }
    const scalar = (0,yaml__WEBPACK_IMPORTED_MODULE_0__/* .isScalar */ .jn)(node) ? node.value : null;
    if (typeof scalar === 'number' && !Number.isFinite(scalar)) {
        problems.add(offset, `${(0,_text_shown_text_js__WEBPACK_IMPORTED_MODULE_2__/* .shownText */ .f)(name)} is no number that JSON has.`, 'Write a finite one.');
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
    const entries = [...((0,_yaml_value_js__WEBPACK_IMPORTED_MODULE_1__/* .mapping */ .pq)(value, problems)?.entries.values() ?? [])];
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
        return (0,_yaml_value_js__WEBPACK_IMPORTED_MODULE_1__/* .mapping */ .pq)(value, problems)?.entries.get(String(step))?.value;
    }
    return (0,yaml__WEBPACK_IMPORTED_MODULE_0__/* .isSeq */ .oP)(value.node) ? (0,_yaml_value_js__WEBPACK_IMPORTED_MODULE_1__/* .list */ .p_)(value, problems)?.[Number(step)] : undefined;
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
        return (0,_text_shown_text_js__WEBPACK_IMPORTED_MODULE_2__/* .shownText */ .f)(value);
    if (!Array.isArray(value) && !(0,_json_js__WEBPACK_IMPORTED_MODULE_3__/* .isObject */ .Gv)(value))
        return String(value);
    return (0,_text_shown_text_js__WEBPACK_IMPORTED_MODULE_2__/* .shownText */ .f)(JSON.stringify(value)).slice(1, -1);
}


/***/ }),

/***/ 6740:
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
/* harmony import */ var yaml__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(8815);
/* harmony import */ var _text_shown_text_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(5936);
/* harmony import */ var _nearest_name_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(9809);



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
        const meant = (0,_nearest_name_js__WEBPACK_IMPORTED_MODULE_1__/* .nearestName */ .q)(key, keys);
        if (meant !== undefined)
            meantKeys.add(meant);
        const hint = `${meant === undefined ? '' : `Did you mean "${meant}"? `}The keys ${where} are: ${keys.join(', ')}.`;
        problems.add(keyOffset, `${(0,_text_shown_text_js__WEBPACK_IMPORTED_MODULE_2__/* .shownText */ .f)(key)} is none of the keys ${where}.`, hint);
    }
    for (const key of known.required) {
        // That it is misspelt is said already.
        if (found.entries.has(key) || meantKeys.has(key))
            continue;
        problems.add(found.offset, `${(0,_text_shown_text_js__WEBPACK_IMPORTED_MODULE_2__/* .shownText */ .f)(nameInside(found.name, key))} is missing.`, `Add "${key}: ...".`);
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
    const meant = (0,_nearest_name_js__WEBPACK_IMPORTED_MODULE_1__/* .nearestName */ .q)(written, choices);
    const hint = `${meant === undefined ? '' : `Did you mean "${meant}"? `}Use ${choices.map((choice) => `"${choice}"`).join(' or ')}.`;
    problems.add(value.offset, `${(0,_text_shown_text_js__WEBPACK_IMPORTED_MODULE_2__/* .shownText */ .f)(value.name)} cannot be ${(0,_text_shown_text_js__WEBPACK_IMPORTED_MODULE_2__/* .shownText */ .f)(written)}.`, hint);
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
        problems.add(offset, whole ? 'The file has no value.' : `${(0,_text_shown_text_js__WEBPACK_IMPORTED_MODULE_2__/* .shownText */ .f)(name)} has no value.`, `It must be ${wanted}.`);
    }
    else {
        problems.add(offset, `${whole ? 'The file' : (0,_text_shown_text_js__WEBPACK_IMPORTED_MODULE_2__/* .shownText */ .f)(name)} must be ${wanted}, not ${what}.`, hint);
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
