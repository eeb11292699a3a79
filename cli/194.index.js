export const id = 194;
export const ids = [194,80];
export const modules = {

/***/ 1194:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  validate: () => (/* binding */ validate)
});

// EXTERNAL MODULE: ./src/publish/numbers.ts
var numbers = __webpack_require__(3333);
// EXTERNAL MODULE: ./src/failure.ts
var failure = __webpack_require__(1633);
// EXTERNAL MODULE: ./src/mailboxes/address.ts
var mailboxes_address = __webpack_require__(6592);
// EXTERNAL MODULE: ./src/mailboxes/find-files.ts + 1 modules
var find_files = __webpack_require__(5821);
// EXTERNAL MODULE: ./src/mailboxes/list-file.ts + 5 modules
var list_file = __webpack_require__(4226);
// EXTERNAL MODULE: ./src/mailboxes/shown-text.ts
var shown_text = __webpack_require__(8401);
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
        if (!(error instanceof failure/* UserError */.y))
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
    const shown = text.includes('@') ? 'This' : (0,shown_text/* shownText */.f)(text);
    return new failure/* UserError */.y('ADDRESS_MALFORMED', text === '' ? 'The address is missing.' : `${shown} is no mailbox address.`, {
        hint: 'Correct it or take it out. Each entry is one user principal name or mail address, such as adele@contoso.com; a table belongs in a .csv file.',
        place,
    });
}
function repeated({ file, line }, place) {
    return new failure/* UserError */.y('ADDRESS_REPEATED', `This address stands in ${file}, line ${line} already.`, {
        hint: 'Take one of them out. Addresses compare without case, and a mailbox is reported once.',
        place,
    });
}

// EXTERNAL MODULE: ./src/reports/choose.ts
var choose = __webpack_require__(4274);
// EXTERNAL MODULE: ./src/reports/report-file.ts + 10 modules
var report_file = __webpack_require__(7080);
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
                    errors.push(new failure/* UserError */.y('REPORT_FILE', message, { hint, place }));
                }
            }
        }
        catch (error) {
            if (!(error instanceof failure/* UserError */.y))
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


/** Checks what is committed, offline and without secrets. Throws what is no UserError alone. */
async function check(inputs, workspace) {
    const { mailboxes: patterns, mailboxColumn: column, report } = inputs;
    const lists = patterns.length === 0
        ? { mailboxes: 0, errors: [], warnings: [], moreErrors: 0, moreWarnings: 0 }
        : await checkMailboxLists({ patterns, workspace, column });
    const { reports, errors } = await checkReports(report, workspace);
    return {
        mailboxes: lists.mailboxes,
        reports: reports.map(({ name }) => name),
        errors: [...lists.errors, ...errors],
        warnings: lists.warnings,
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

// EXTERNAL MODULE: ./src/cli/terminal.ts + 2 modules
var terminal = __webpack_require__(1878);
;// CONCATENATED MODULE: ./src/cli/validate.ts




/**
 * Checks lists and reports of the current folder, offline, and prints a line for each mistake with its place; answers with
 * the exit code: 1 where a run would fail.
 */
async function validate(options, workspace, terminal) {
    const { list: mailboxes, report, mailboxColumn } = options;
    const checked = await check({ mailboxes, mailboxColumn, report }, workspace);
    terminal.out(options.json ? asJson(checked) : asLines(checked, terminal.style));
    return checked.errors.length === 0 ? 0 : 1;
}
function asJson({ mailboxes, reports, errors, warnings, moreErrors, moreWarnings }) {
    const shown = { errors: errors.map(plain), warnings: warnings.map(plain) };
    return (0,terminal/* jsonText */.s$)({ ok: errors.length === 0, mailboxes, reports, ...shown, moreErrors, moreWarnings });
}
function plain({ code, message, hint, place }) {
    return { code, message, hint, ...place };
}
function asLines(checked, style) {
    const { mailboxes, reports, errors, warnings } = checked;
    const all = totals(checked);
    const more = all.errors + all.warnings - errors.length - warnings.length;
    const what = `${(0,numbers/* counted */.hS)(mailboxes, 'mailbox', 'mailboxes')}, ${(0,numbers/* counted */.hS)(reports.length, 'report', 'reports')}`;
    const found = `${(0,numbers/* counted */.hS)(all.errors, 'error', 'errors')}, ${(0,numbers/* counted */.hS)(all.warnings, 'warning', 'warnings')}`;
    return [
        ...errors.map((problem) => line(problem, style('red', 'error'))),
        ...warnings.map((problem) => line(problem, style('yellow', 'warning'))),
        more === 0 ? '' : `and ${(0,numbers/* counted */.hS)(more, 'more', 'more')}\n`,
        `${style(errors.length === 0 ? 'green' : 'red', errors.length === 0 ? 'valid' : 'not valid')}: ${what}; ${found}\n`,
    ].join('');
}
/** As compilers have it, so that editors find the place. */
function line({ code, message, hint, place }, level) {
    const where = placeText(place);
    const said = `${level} ${code}: ${(0,terminal/* shownText */.f$)(message)}\n  ${(0,terminal/* shownText */.f$)(hint)}\n`;
    return where === '' ? said : `${(0,terminal/* shownText */.f$)(where)}: ${said}`;
}


/***/ }),

/***/ 7080:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  x: () => (/* binding */ openReportFile),
  readReportFile: () => (/* binding */ readReportFile)
});

// UNUSED EXPORTS: reportFileProblems

// EXTERNAL MODULE: ./src/failure.ts
var failure = __webpack_require__(1633);
// EXTERNAL MODULE: ./node_modules/yaml/dist/index.js
var dist = __webpack_require__(8815);
;// CONCATENATED MODULE: ./src/file-problem.ts

/** More are no help, and a file can be made to hold half a million. */
const MOST = 100;
/** Gathers what is wrong in a file, up to a hundred problems, so that all of it can be mended at once. */
class FileProblems {
    file;
    length;
    lines = new dist/* LineCounter */.HN();
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
        const within = Math.min(Math.max(offset, 0), this.length);
        const { line, col: column } = this.lines.linePos(within);
        this.found.push({ offset: within, problem: { place: { file: this.file, line, column }, message, hint } });
    }
    get none() {
        return this.found.length === 0;
    }
    /** As they stand in the file. */
    all() {
        return this.found.toSorted((a, b) => a.offset - b.offset).map(({ problem }) => problem);
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

// EXTERNAL MODULE: ./src/mailboxes/shown-text.ts
var shown_text = __webpack_require__(8401);
// EXTERNAL MODULE: ./src/workspace-file.ts
var workspace_file = __webpack_require__(4429);
// EXTERNAL MODULE: external "node:buffer"
var external_node_buffer_ = __webpack_require__(4573);
// EXTERNAL MODULE: ./src/nearest-name.ts
var nearest_name = __webpack_require__(9809);
;// CONCATENATED MODULE: ./src/yaml-value.ts



/** The text of a key: any scalar but null, as it was written. */
function keyText(key) {
    if (!(0,dist/* isScalar */.jn)(key) || key.value === null)
        return undefined;
    return typeof key.value === 'string' ? key.value : key.source;
}
/** The entries of a mapping whose keys are the user's. Anything else is added to the problems, and gives undefined. */
function mapping(value, problems) {
    const { node, offset, name } = value;
    if (!(0,dist/* isMap */.jh)(node)) {
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
        const meant = (0,nearest_name/* nearestName */.q)(key, keys);
        if (meant !== undefined)
            meantKeys.add(meant);
        const hint = `${meant === undefined ? '' : `Did you mean "${meant}"? `}The keys ${where} are: ${keys.join(', ')}.`;
        problems.add(keyOffset, `${(0,shown_text/* shownText */.f)(key)} is none of the keys ${where}.`, hint);
    }
    for (const key of known.required) {
        // That it is misspelt is said already.
        if (found.entries.has(key) || meantKeys.has(key))
            continue;
        problems.add(found.offset, `${(0,shown_text/* shownText */.f)(nameInside(found.name, key))} is missing.`, `Add "${key}: ...".`);
    }
    return found;
}
/** The items of a list. Anything else is added to the problems, and gives undefined. */
function list(value, problems) {
    const { node, name } = value;
    if (!isSeq(node)) {
        addWrongType(value, 'a list, "- item" on each line', problems);
        return undefined;
    }
    return node.items.map((item, at) => ({ node: item, offset: item.range[0], name: `${name}[${at}]` }));
}
/** A text that is not blank. Anything else is added to the problems, and gives undefined. */
function yaml_value_text(value, problems) {
    const scalar = (0,dist/* isScalar */.jn)(value.node) ? value.node.value : undefined;
    if (typeof scalar === 'string' && scalar.trim() !== '')
        return scalar;
    addWrongType(value, 'text', problems);
    return undefined;
}
/** A text, a number or true or false, as it was written. Anything else is added to the problems, and gives undefined. */
function scalarText(value, problems) {
    const { node } = value;
    if ((0,dist/* isScalar */.jn)(node) && typeof node.value !== 'string' && node.value !== null)
        return node.source;
    return yaml_value_text(value, problems);
}
/** One of some words. Anything else is added to the problems, and gives undefined. */
function oneOf(value, choices, problems) {
    const written = scalarText(value, problems);
    const found = choices.find((choice) => choice === written);
    if (written === undefined || found !== undefined)
        return found;
    const meant = (0,nearest_name/* nearestName */.q)(written, choices);
    const hint = `${meant === undefined ? '' : `Did you mean "${meant}"? `}Use ${choices.map((choice) => `"${choice}"`).join(' or ')}.`;
    problems.add(value.offset, `${(0,shown_text/* shownText */.f)(value.name)} cannot be ${(0,shown_text/* shownText */.f)(written)}.`, hint);
    return undefined;
}
/**
 * Where a character of a text stands in the file, in UTF-16 code units: for a text in one piece, plain or in quotes, to
 * the character; else where the text begins.
 */
function offsetInText({ node, offset }, at) {
    if (!(0,dist/* isScalar */.jn)(node) || typeof node.value !== 'string')
        return offset;
    const { value, type } = node;
    const written = node.range[1] - node.range[0];
    if (type === dist/* Scalar */.X5.PLAIN)
        return written === value.length ? offset + at : offset;
    const quotes = type === dist/* Scalar */.X5.QUOTE_SINGLE ? quotesIn(value) : 0;
    if ((type !== dist/* Scalar */.X5.QUOTE_SINGLE && type !== dist/* Scalar */.X5.QUOTE_DOUBLE) || written !== value.length + quotes + 2) {
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
        problems.add(offset, whole ? 'The file has no value.' : `${(0,shown_text/* shownText */.f)(name)} has no value.`, `It must be ${wanted}.`);
    }
    else {
        problems.add(offset, `${whole ? 'The file' : (0,shown_text/* shownText */.f)(name)} must be ${wanted}, not ${what}.`, hint);
    }
}
/** What a value is, undefined for none, and how it may have come to be that against the writer's will. */
function kindOf(node) {
    if ((0,dist/* isMap */.jh)(node))
        return ['a mapping', 'Put a text that begins with { or holds ": " into quotes.'];
    if ((0,dist/* isSeq */.oP)(node))
        return ['a list', 'Put a text that begins with [ or "- " into quotes.'];
    const value = (0,dist/* isScalar */.jn)(node) ? node.value : null;
    if (value === null || (typeof value === 'string' && value.trim() === ''))
        return [undefined, ''];
    if (typeof value === 'string')
        return ['text', 'Look at its indentation.'];
    const quoted = (0,dist/* isScalar */.jn)(node) ? `'${node.source}'` : 'quotes';
    return [typeof value === 'boolean' ? 'true or false' : 'a number', `Write it as ${quoted} if it is a text.`];
}

;// CONCATENATED MODULE: ./src/yaml-file.ts





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
    if ((0,external_node_buffer_.isUtf8)(bytes))
        return yaml_file_parseYaml(text, file);
    return unreadable({ text, file, offset: Math.max(text.indexOf('\ufffd'), 0) }, 'The file is not UTF-8.', 'Save it as UTF-8; in PowerShell, write it with -Encoding utf8.');
}
/**
 * Parses the text of a YAML 1.2 file (https://yaml.org/spec/1.2.2) of one document. What YAML has beyond plain values is
 * refused: aliases, which make much of little, anchors, tags and directives. A byte order mark does no harm.
 *
 * @param file its path relative to the workspace, with forward slashes
 */
function yaml_file_parseYaml(marked, file) {
    const text = marked.replace(/^\ufeff/, '');
    if (Buffer.byteLength(text) > LARGEST_YAML_FILE)
        return tooLarge(file);
    const control = text.search(/(?![\t\n\r\u0085])\p{Cc}/u);
    if (control !== -1) {
        const hint = 'Remove it, or write it as an escape such as \\t in double quotes.';
        return unreadable({ text, file, offset: control }, 'There is a control character here.', hint);
    }
    const problems = new FileProblems(text, file);
    const root = rootOf(text, problems);
    return { problems, root: root === undefined ? undefined : { node: root, offset: root.range[0], name: '' } };
}
function tooLarge(file) {
    return unreadable({ text: '', file, offset: 0 }, 'The file is larger than 1 MB.', 'Leave out what is not needed, or split the file.');
}
function unreadable({ text, file, offset }, message, hint) {
    const problems = new FileProblems(text, file);
    problems.add(offset, message, hint);
    return { problems, root: undefined };
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
        const cut = (0,shown_text/* shownText */.f)(message).slice(1, -1);
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
        return `an alias (${(0,shown_text/* shownText */.f)(`*${node.source}`)})`;
    if (node.tag !== undefined)
        return `a tag (${(0,shown_text/* shownText */.f)(node.tag)})`;
    return node.anchor === undefined ? undefined : `an anchor (${(0,shown_text/* shownText */.f)(`&${node.anchor}`)})`;
}
function addRepeatedKeys({ items }, problems) {
    const seen = new Set();
    for (const { key } of items) {
        const text = keyText(key);
        if (text === undefined)
            continue;
        if (seen.has(text))
            problems.add(key.range[0], `The key ${(0,shown_text/* shownText */.f)(text)} stands here a second time.`, 'Keep one.');
        seen.add(text);
    }
}

// EXTERNAL MODULE: ./src/reports/built-in.ts + 5 modules
var built_in = __webpack_require__(1433);
// EXTERNAL MODULE: ./src/reports/expression.ts + 4 modules
var reports_expression = __webpack_require__(9345);
// EXTERNAL MODULE: ./node_modules/@jmespath-community/jmespath/dist/index.mjs
var jmespath_dist = __webpack_require__(4022);
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
        return (0,jmespath_dist/* tokenize */.qw)(expression).map(({ start }) => start);
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
            (0,jmespath_dist/* tokenize */.qw)(expression.slice(0, length));
            return false;
        }
        catch (error) {
            return (0,failure/* describeError */.U)(error).includes('unknown character');
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
        (0,jmespath_dist/* compile */.wE)(expression);
        return undefined;
    }
    catch (error) {
        const message = (0,failure/* describeError */.U)(error);
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
    const expression = yaml_value_text(value, problems);
    if (expression === undefined)
        return undefined;
    if (expression.length > LONGEST) {
        problems.add(value.offset, `${(0,shown_text/* shownText */.f)(value.name)} is longer than ${LONGEST} characters.`, 'Write less.');
        return undefined;
    }
    const mistake = expressionMistake(expression);
    if (mistake !== undefined) {
        const message = `${(0,shown_text/* shownText */.f)(value.name)} is not JMESPath: ${mistake.message}.`;
        problems.add(offsetInText(value, mistake.offset), message, HINT);
        return undefined;
    }
    try {
        (0,reports_expression/* compileExpression */.W)(expression);
        return expression;
    }
    catch (error) {
        if (!(error instanceof failure/* UserError */.y))
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
    for (const { key, keyOffset, value: setting } of mapping(value, problems)?.entries.values() ?? []) {
        const written = scalarText(setting, problems);
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
    const query = yaml_value_text(value, problems);
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

;// CONCATENATED MODULE: ./src/reports/definition.ts
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

;// CONCATENATED MODULE: ./src/reports/report-columns.ts




const report_columns_MOST = 200;
const LONGEST_NAME = 100;
const RESERVED = [MAILBOX_COLUMN, ...STATUS_COLUMNS, ...VERDICT_COLUMNS];
/** The columns of a report: name to expression. What is wrong is added to the problems. */
function reportColumns(value, problems) {
    const found = mapping(value, problems);
    if (found === undefined)
        return undefined;
    if (found.entries.size === 0)
        problems.add(value.offset, '"columns" has no column.', 'Add one: "Name: expression".');
    if (found.entries.size > report_columns_MOST)
        problems.add(value.offset, `There are more than ${report_columns_MOST} columns.`, 'Leave some out.');
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
    const name = yaml_value_text(value, problems);
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
    optional: ['permission', 'rows', 'inconclusive'],
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
    throw new failure/* UserError */.y('REPORT_FILE', firstOf(read.problems), { hint, place });
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
    return reportIn(parseYamlBytes(bytes, shown));
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
    const keys = record(root, KEYS, problems);
    if (keys === undefined)
        return undefined;
    const name = given(keys, 'name', (value) => reportName(value, problems));
    const permission = given(keys, 'permission', (value) => appRole(value, problems)) ?? USUAL_PERMISSION;
    const request = given(keys, 'request', (value) => requestOf(value, problems));
    const rows = given(keys, 'rows', (value) => expressionText(value, problems));
    const inconclusive = given(keys, 'inconclusive', (value) => expressionText(value, problems));
    const columns = given(keys, 'columns', (value) => reportColumns(value, problems));
    if (name === undefined || request === undefined || columns === undefined)
        return undefined;
    return { name, permission, request, rows, inconclusive, columns };
}
function requestOf(value, problems) {
    const keys = record(value, REQUEST_KEYS, problems);
    if (keys === undefined)
        return undefined;
    const path = given(keys, 'path', (inside) => pathOf(inside, pathProblem, problems));
    const version = given(keys, 'version', (inside) => oneOf(inside, VERSIONS, problems)) ?? 'v1.0';
    const query = given(keys, 'query', (inside) => queryOptions(inside, problems));
    const children = given(keys, 'children', (inside) => childrenOf(inside, problems));
    return path === undefined ? undefined : { path, version, query, children };
}
function childrenOf(value, problems) {
    const keys = record(value, CHILDREN_KEYS, problems);
    if (keys === undefined)
        return undefined;
    const path = given(keys, 'path', (inside) => pathOf(inside, childrenPathProblem, problems));
    const when = given(keys, 'when', (inside) => expressionText(inside, problems));
    return path === undefined ? undefined : { path, when };
}
function pathOf(value, check, problems) {
    const path = yaml_value_text(value, problems);
    const problem = path === undefined ? undefined : check(path);
    if (problem === undefined)
        return path;
    problems.add(value.offset, `${(0,shown_text/* shownText */.f)(value.name)} ${problem.message}`, problem.hint);
    return undefined;
}
function appRole(value, problems) {
    const role = yaml_value_text(value, problems);
    if (role === undefined || APP_ROLE.test(role))
        return role;
    problems.add(value.offset, `${(0,shown_text/* shownText */.f)(value.name)} cannot be ${(0,shown_text/* shownText */.f)(role)}.`, `Name one application permission of Graph as Entra writes it, such as ${USUAL_PERMISSION} or Mail.ReadBasic.All.`);
    return undefined;
}
function given({ entries }, key, read) {
    const entry = entries.get(key);
    return entry === undefined ? undefined : read(entry.value);
}


/***/ })

};
