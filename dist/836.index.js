export const id = 836;
export const ids = [836,404];
export const modules = {

/***/ 45404:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   XB: () => (/* binding */ baselineFormat),
/* harmony export */   Zg: () => (/* binding */ MAX_BASELINE_BYTES),
/* harmony export */   iW: () => (/* binding */ checkBaseline),
/* harmony export */   readBaseline: () => (/* binding */ readBaseline)
/* harmony export */ });
/* unused harmony exports readReplaceable, parseBaseline */
/* harmony import */ var node_buffer__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(4573);
/* harmony import */ var node_buffer__WEBPACK_IMPORTED_MODULE_0___default = /*#__PURE__*/__webpack_require__.n(node_buffer__WEBPACK_IMPORTED_MODULE_0__);
/* harmony import */ var _errors_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(83916);
/* harmony import */ var _files_csv_reader_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(44315);
/* harmony import */ var _files_workspace_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(79622);
/* harmony import */ var _text_did_you_mean_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(63180);
/* harmony import */ var _text_display_js__WEBPACK_IMPORTED_MODULE_7__ = __webpack_require__(24745);
/* harmony import */ var _text_numbers_js__WEBPACK_IMPORTED_MODULE_6__ = __webpack_require__(92613);
/* harmony import */ var _baseline_entry_js__WEBPACK_IMPORTED_MODULE_5__ = __webpack_require__(97804);








/** GitHub rejects files of more than 100 MiB. 100,000 entries have some 15 MB. */
const MAX_BASELINE_BYTES = 100 * 1024 * 1024;
const DELIMITERS = [',', ';'];
const MAX_PROBLEMS = 100;
const REPLACE = 'Replace the file with baseline.csv from the artifact of a run.';
const UPDATE = 'Run without the baseline, download the artifact, review its violations, and run "mailbox-report baseline update" with it.';
const SORT = `Sort the rows by rule, mailbox, item, column, value and row, or r${REPLACE.slice(1)}`;
/**
 * Reads the baseline of a run. Rejects with the UserError `BASELINE_FILE` for a file that is missing or has other columns,
 * an unknown rule or an entry twice; it names the first line with a mistake and counts the others.
 *
 * @param file path relative to the workspace, or absolute within it
 * @param rules ids of the policy's rules; undefined if they are not known
 */
async function readBaseline(file, workspace, rules) {
    return requireNoProblem(await openBaseline(file, workspace, rules));
}
function requireNoProblem({ value, problems }) {
    const [first, ...furtherProblems] = problems;
    if (first === undefined)
        return value;
    if (furtherProblems.length === 0)
        throw first;
    const furtherText = (0,_text_numbers_js__WEBPACK_IMPORTED_MODULE_6__/* .counted */ .hS)(furtherProblems.length, 'more problem follows', 'more problems follow');
    throw (0,_errors_js__WEBPACK_IMPORTED_MODULE_1__/* .reworded */ .Fg)(first, `${first.message.replace(/\.$/, '')} (${furtherText}).`, first.hint);
}
/**
 * Reads the entries that `baseline update` replaces: none if the file lacks the columns that say which rows were accepted. Rejects
 * as `readBaseline` does.
 */
async function readReplaceable(file, workspace) {
    const checked = await openBaseline(file, workspace, undefined);
    return checked.isOutdated ? checked.value : requireNoProblem(checked);
}
/**
 * Reads a baseline offline, with all problems. The order of rows is a problem too. Rejects only for a bug.
 *
 * @param addresses those of the mailbox lists, in lower case; undefined without a list
 */
function checkBaseline(file, workspace, rules, addresses) {
    return (0,_errors_js__WEBPACK_IMPORTED_MODULE_1__/* .collectProblems */ .vX)(async () => {
        const { value, problems, unsorted } = await openBaseline(file, workspace, rules);
        return {
            value,
            problems: unsorted === undefined ? problems : [...problems, unsorted],
            warnings: addresses === undefined ? [] : unlistedWarnings(value, addresses),
        };
    });
}
async function openBaseline(file, workspace, rules) {
    const { bytes, relativePath } = await (0,_files_workspace_js__WEBPACK_IMPORTED_MODULE_3__/* .readWorkspaceFile */ .sL)(file, workspace, {
        code: 'BASELINE_FILE',
        noun: 'baseline',
        input: 'baseline',
        extensions: ['csv'],
        names: [],
        maxBytes: MAX_BASELINE_BYTES,
    });
    return parseBaseline(bytes, relativePath, rules);
}
/** Parses the bytes of a `baseline.csv`, with commas or semicolons. `file`: its name in errors. */
function parseBaseline(bytes, file, rules) {
    const entries = [];
    const problems = [];
    let unsorted;
    let isOutdated = false;
    const value = { file, entries };
    if (!(0,node_buffer__WEBPACK_IMPORTED_MODULE_0__.isUtf8)(bytes)) {
        problems.push(new _errors_js__WEBPACK_IMPORTED_MODULE_1__/* .UserError */ .yo('BASELINE_FILE', `${file} is not UTF-8.`, { hint: REPLACE, place: { file } }));
        return { value, problems, unsorted, isOutdated };
    }
    const text = new TextDecoder().decode(bytes);
    const records = [];
    const badLine = (0,_files_csv_reader_js__WEBPACK_IMPORTED_MODULE_2__/* .readCsvRows */ .wS)(text, (0,_files_csv_reader_js__WEBPACK_IMPORTED_MODULE_2__/* .delimiterOf */ .Vl)(text, DELIMITERS), false, (cells, line) => {
        records.push({ cells, line });
    });
    const problem = (line, message, hint) => new _errors_js__WEBPACK_IMPORTED_MODULE_1__/* .UserError */ .yo('BASELINE_FILE', `${file}, line ${line}: ${message}`, { hint, place: { file, line } });
    const report = (line, message, hint) => {
        if (problems.length < MAX_PROBLEMS)
            problems.push(problem(line, message, hint));
    };
    const [header, ...rows] = records;
    if (header === undefined ? badLine === undefined : !hasColumns(header.cells)) {
        const lacks = missingColumns(header?.cells ?? []);
        isOutdated = lacks.length > 0;
        // With other columns, every row would be one more problem.
        if (isOutdated)
            report(header?.line ?? 1, outdatedText(lacks), UPDATE);
        else
            report(header?.line ?? 1, `The columns are not ${_baseline_entry_js__WEBPACK_IMPORTED_MODULE_5__/* .BASELINE_COLUMNS */ .Ac.join(', ')}.`, REPLACE);
        return { value, problems, unsorted, isOutdated };
    }
    const ruleIds = rules === undefined ? undefined : new Set(rules.map(_baseline_entry_js__WEBPACK_IMPORTED_MODULE_5__/* .writtenText */ .v4));
    const lines = new Map();
    let lastKey = '';
    for (const { cells, line } of rows) {
        if (cells.length !== _baseline_entry_js__WEBPACK_IMPORTED_MODULE_5__/* .BASELINE_COLUMNS */ .Ac.length) {
            const has = (0,_text_numbers_js__WEBPACK_IMPORTED_MODULE_6__/* .counted */ .hS)(cells.length, 'cell', 'cells');
            report(line, `This row has ${has} instead of ${_baseline_entry_js__WEBPACK_IMPORTED_MODULE_5__/* .BASELINE_COLUMNS */ .Ac.length}.`, REPLACE);
            continue;
        }
        const entry = { ...(0,_baseline_entry_js__WEBPACK_IMPORTED_MODULE_5__/* .entryOf */ .Ms)(cells), line };
        const key = (0,_baseline_entry_js__WEBPACK_IMPORTED_MODULE_5__/* .baselineKey */ .x2)(entry);
        const earlier = lines.get(key);
        if (ruleIds?.has(entry.rule) === false) {
            report(line, `The policy has no rule ${(0,_text_display_js__WEBPACK_IMPORTED_MODULE_7__/* .shownText */ .f$)(entry.rule)}.`, unknownRuleHint(entry.rule, ruleIds));
        }
        else if (earlier !== undefined) {
            report(line, `This row repeats line ${earlier}.`, 'Remove one of the two rows.');
        }
        else {
            entries.push(entry);
        }
        if (earlier === undefined)
            lines.set(key, line);
        if (key < lastKey)
            unsorted ??= problem(line, 'This row sorts before the row above it.', SORT);
        lastKey = key;
    }
    if (badLine !== undefined) {
        report(badLine.line, 'A quote in this row is not closed or is in the wrong place.', REPLACE);
    }
    return { value, problems, unsorted, isOutdated };
}
function unknownRuleHint(rule, rules) {
    const meant = (0,_text_did_you_mean_js__WEBPACK_IMPORTED_MODULE_4__/* .didYouMean */ .au)(rule, rules);
    const suggestion = meant === undefined ? '' : ` Did you mean ${(0,_text_display_js__WEBPACK_IMPORTED_MODULE_7__/* .shownText */ .f$)(meant)}?`;
    return `Correct the rule's id, or remove the rows of a rule that the policy no longer has.${suggestion}`;
}
/** Whether a `baseline.csv` starts with a byte order mark, and what separates its cells. */
function baselineFormat(bytes) {
    const start = new TextDecoder('utf-8', { ignoreBOM: true }).decode(bytes.subarray(0, 100));
    return { bom: start.startsWith('\uFEFF'), delimiter: (0,_files_csv_reader_js__WEBPACK_IMPORTED_MODULE_2__/* .delimiterOf */ .Vl)(start.replace('\uFEFF', ''), DELIMITERS) };
}
/** The columns without which an entry would accept other rows than the one that people saw; none if the file is no baseline. */
function missingColumns(cells) {
    if (cells[0] !== 'Rule' || !cells.includes('Found'))
        return [];
    return ['Item', 'Row'].filter((column) => !cells.includes(column));
}
function outdatedText(lacks) {
    const columns = `${lacks.length === 1 ? 'the column' : 'the columns'} ${(0,_text_numbers_js__WEBPACK_IMPORTED_MODULE_6__/* .listed */ .KE)(lacks, 'and')}`;
    return `The baseline lacks ${columns}, so it does not say which rows are accepted.`;
}
function hasColumns(cells) {
    return cells.length === _baseline_entry_js__WEBPACK_IMPORTED_MODULE_5__/* .BASELINE_COLUMNS */ .Ac.length && _baseline_entry_js__WEBPACK_IMPORTED_MODULE_5__/* .BASELINE_COLUMNS */ .Ac.every((column, index) => cells[index] === column);
}
/**
 * A warning if entries have mailboxes that the list does not have: a run never finds out about them, since it reads only
 * mailboxes of the list.
 */
function unlistedWarnings({ file, entries }, addresses) {
    const listAddresses = new Set(Array.from(addresses, _baseline_entry_js__WEBPACK_IMPORTED_MODULE_5__/* .writtenText */ .v4));
    // Entries about tables have no mailbox.
    const unlisted = entries.filter(({ address }) => address !== '' && !listAddresses.has(address.toLowerCase()));
    const [first] = unlisted;
    if (first === undefined)
        return [];
    const numbers = unlisted.map(({ line }) => String(line));
    const lines = `${unlisted.length === 1 ? 'line' : 'lines'} ${(0,_text_numbers_js__WEBPACK_IMPORTED_MODULE_6__/* .someNames */ .Xq)(numbers, String)}`;
    const what = (0,_text_numbers_js__WEBPACK_IMPORTED_MODULE_6__/* .counted */ .hS)(unlisted.length, 'entry of the baseline has a mailbox', 'entries of the baseline have mailboxes');
    const message = `${what} that the list does not have: ${file}, ${lines}.`;
    const hint = 'Remove the rows, or add the mailboxes to the list.';
    return [new _errors_js__WEBPACK_IMPORTED_MODULE_1__/* .UserError */ .yo('BASELINE_UNUSED', message, { hint, place: { file, line: first.line } })];
}


/***/ }),

/***/ 67836:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   checkRegister: () => (/* binding */ checkRegister)
/* harmony export */ });
/* unused harmony exports checkRegisterFile, parseRegister, isDay */
/* harmony import */ var node_buffer__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(4573);
/* harmony import */ var node_buffer__WEBPACK_IMPORTED_MODULE_0___default = /*#__PURE__*/__webpack_require__.n(node_buffer__WEBPACK_IMPORTED_MODULE_0__);
/* harmony import */ var _errors_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(83916);
/* harmony import */ var _files_csv_reader_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(44315);
/* harmony import */ var _files_glob_files_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(55835);
/* harmony import */ var _files_workspace_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(79622);
/* harmony import */ var _mailboxes_address_js__WEBPACK_IMPORTED_MODULE_5__ = __webpack_require__(16592);
/* harmony import */ var _text_did_you_mean_js__WEBPACK_IMPORTED_MODULE_6__ = __webpack_require__(63180);
/* harmony import */ var _text_display_js__WEBPACK_IMPORTED_MODULE_10__ = __webpack_require__(24745);
/* harmony import */ var _text_numbers_js__WEBPACK_IMPORTED_MODULE_11__ = __webpack_require__(92613);
/* harmony import */ var _baseline_baseline_file_js__WEBPACK_IMPORTED_MODULE_7__ = __webpack_require__(45404);
/* harmony import */ var _baseline_baseline_entry_js__WEBPACK_IMPORTED_MODULE_8__ = __webpack_require__(97804);
/* harmony import */ var _register_entry_js__WEBPACK_IMPORTED_MODULE_9__ = __webpack_require__(7468);












const MAX_PROBLEMS = 100;
/**
 * Reads the register that a policy names, with all problems. Their code is `REGISTER_FILE`. Rejects only for a bug.
 *
 * @param policy the path of the policy file, relative to the workspace
 */
async function checkRegister({ files: named, reviewEveryDays, place }, policy, workspace) {
    const problems = [];
    const files = [];
    const firstOf = new Map();
    try {
        for (const file of await filesNamed((0,_register_entry_js__WEBPACK_IMPORTED_MODULE_9__/* .registerPath */ .RV)(named, policy), workspace, place)) {
            const checked = await checkRegisterFile(file, workspace);
            problems.push(...checked.problems, ...repeated(checked.value?.entries ?? [], firstOf));
            if (checked.value !== undefined)
                files.push(checked.value);
        }
        if (problems.length === 0 && firstOf.size === 0) {
            const [first] = files;
            const options = { hint: UPDATE, place: { file: first?.path ?? policy, line: 1 } };
            problems.push(new _errors_js__WEBPACK_IMPORTED_MODULE_1__/* .UserError */ .yo('REGISTER_FILE', 'The register has no entry.', options));
        }
    }
    catch (error) {
        const { message, hint } = (0,_errors_js__WEBPACK_IMPORTED_MODULE_1__/* .asProblem */ .gr)(error);
        const where = `Correct the path of the register, which is relative to the folder of the policy file. ${hint}`;
        problems.push(new _errors_js__WEBPACK_IMPORTED_MODULE_1__/* .UserError */ .yo('REGISTER_FILE', message, { hint: where, place }));
    }
    return problems.length === 0
        ? { value: { files, reviewEveryDays }, problems: [] }
        : { value: undefined, problems: problems.slice(0, MAX_PROBLEMS) };
}
/** The files that a path or glob names. Rejects with a UserError if there is none. */
async function filesNamed(pattern, folder, place) {
    if (!(0,_files_workspace_js__WEBPACK_IMPORTED_MODULE_4__/* .isGlob */ .fg)(pattern))
        return [pattern];
    const workspace = await (0,_files_workspace_js__WEBPACK_IMPORTED_MODULE_4__/* .workspaceAt */ .xJ)(folder);
    const relative = (0,_files_workspace_js__WEBPACK_IMPORTED_MODULE_4__/* .pathInWorkspace */ .ep)(pattern, workspace);
    // The name of an existing file may contain the characters of a glob. What is outside, the reader of the file refuses.
    if (relative === undefined || (await (0,_files_workspace_js__WEBPACK_IMPORTED_MODULE_4__/* .statInWorkspace */ .Ng)(relative, workspace)).kind !== 'missing')
        return [pattern];
    const matches = await (0,_files_glob_files_js__WEBPACK_IMPORTED_MODULE_3__/* .matchesOf */ .th)(relative, workspace);
    const options = { hint: 'Name a folder with files such as registers/*.csv.', place };
    if (matches === undefined)
        throw new _errors_js__WEBPACK_IMPORTED_MODULE_1__/* .UserError */ .yo('REGISTER_FILE', `${(0,_text_display_js__WEBPACK_IMPORTED_MODULE_10__/* .shownText */ .f$)(pattern)} is too broad.`, options);
    if (matches.length === 0) {
        throw new _errors_js__WEBPACK_IMPORTED_MODULE_1__/* .UserError */ .yo('REGISTER_FILE', `No file of a register matches ${(0,_text_display_js__WEBPACK_IMPORTED_MODULE_10__/* .shownText */ .f$)(relative)}.`, options);
    }
    return matches;
}
/**
 * Reads a file of a register, with all problems but entries that it shares with other files. Rejects with the UserError `REGISTER_FILE`
 * for a file that cannot be read.
 *
 * @param file relative to the workspace, or absolute within it
 */
async function checkRegisterFile(file, workspace) {
    const { bytes, relativePath } = await (0,_files_workspace_js__WEBPACK_IMPORTED_MODULE_4__/* .readWorkspaceFile */ .sL)(file, workspace, {
        code: 'REGISTER_FILE',
        noun: 'register',
        input: 'policy',
        extensions: ['csv'],
        maxBytes: _baseline_baseline_file_js__WEBPACK_IMPORTED_MODULE_7__/* .MAX_BASELINE_BYTES */ .Zg,
    });
    const checked = parseRegister(bytes, relativePath);
    const problems = [...checked.problems, ...repeated(checked.value?.entries ?? [], new Map())];
    return problems.length === 0 ? checked : { value: undefined, problems };
}
/**
 * The problems of entries that an earlier one repeats.
 *
 * @param earlier by key; the entries are added to it
 */
function repeated(entries, earlier) {
    return entries.flatMap((entry) => {
        const key = (0,_register_entry_js__WEBPACK_IMPORTED_MODULE_9__/* .registerKey */ .$C)(entry);
        const others = earlier.get(key) ?? [];
        const first = others.find((other) => (0,_register_entry_js__WEBPACK_IMPORTED_MODULE_9__/* .isSameRight */ .LK)(entry, other));
        earlier.set(key, [...others, entry]);
        if (first === undefined)
            return [];
        const { file, line } = entry;
        const where = first.file === file ? `line ${first.line}` : `${first.file}, line ${first.line}`;
        const message = `${file}, line ${line}: The right ${entry.right} of ${(0,_text_display_js__WEBPACK_IMPORTED_MODULE_10__/* .shownText */ .f$)(entry.trustee)} is already in ${where}.`;
        return [new _errors_js__WEBPACK_IMPORTED_MODULE_1__/* .UserError */ .yo('REGISTER_FILE', message, { hint: 'Remove one of the two lines.', place: { file, line } })];
    });
}
/** Parses the bytes of a register, with commas or semicolons. `file`: its path in errors. The value has all entries without problems. */
function parseRegister(bytes, file) {
    const problems = [];
    const report = (line, message, hint) => {
        if (problems.length >= MAX_PROBLEMS)
            return;
        problems.push(new _errors_js__WEBPACK_IMPORTED_MODULE_1__/* .UserError */ .yo('REGISTER_FILE', `${file}, line ${line}: ${message}`, { hint, place: { file, line } }));
    };
    if (!(0,node_buffer__WEBPACK_IMPORTED_MODULE_0__.isUtf8)(bytes)) {
        report(1, 'The file is not UTF-8.', 'Save it as "CSV UTF-8".');
        return { value: undefined, problems };
    }
    const format = (0,_baseline_baseline_file_js__WEBPACK_IMPORTED_MODULE_7__/* .baselineFormat */ .XB)(bytes);
    const records = [];
    const badLine = (0,_files_csv_reader_js__WEBPACK_IMPORTED_MODULE_2__/* .readCsvRows */ .wS)(new TextDecoder().decode(bytes), format.delimiter, false, (cells, line) => {
        records.push({ cells, line });
    });
    if (badLine !== undefined) {
        report(badLine.line, 'A quote in this line is not closed or is in the wrong place.', 'Write "" for a quote inside quotes.');
    }
    const [header, ...rows] = records;
    if (header === undefined) {
        report(1, 'The register is empty.', `Begin it with the columns ${_register_entry_js__WEBPACK_IMPORTED_MODULE_9__/* .REGISTER_COLUMNS */ .GI.join(', ')}. ${UPDATE}`);
        return { value: undefined, problems };
    }
    const columns = header.cells;
    if (!checkHeader(columns, (message, hint) => {
        report(header.line, message, hint);
    }))
        return { value: undefined, problems };
    const entries = [];
    for (const { cells, line } of rows) {
        if (cells.every((cell) => cell.trim() === ''))
            continue;
        if (cells.length !== columns.length) {
            const has = (0,_text_numbers_js__WEBPACK_IMPORTED_MODULE_11__/* .counted */ .hS)(cells.length, 'cell', 'cells');
            report(line, `This line has ${has} instead of ${columns.length}.`, 'Put a cell with a separator into quotes.');
            continue;
        }
        const entry = entryOf(cells, columns, (message, hint) => {
            report(line, message, hint);
        });
        if (entry !== undefined)
            entries.push({ ...entry, file, line });
    }
    return problems.length === 0
        ? { value: { path: file, entries, columns, format }, problems: [] }
        : { value: undefined, problems };
}
const UPDATE = 'Run "mailbox-report register update" with a report to write the first entries.';
/** Whether the columns are those of a register. Reports what is missing, repeated or misspelt. */
function checkHeader(columns, report) {
    const present = columns.map(_register_entry_js__WEBPACK_IMPORTED_MODULE_9__/* .columnNamed */ .c1);
    const missing = _register_entry_js__WEBPACK_IMPORTED_MODULE_9__/* .REGISTER_COLUMNS */ .GI.filter((column) => !present.includes(column));
    let isRight = true;
    const problem = (message, hint) => {
        isRight = false;
        report(message, hint);
    };
    const meant = new Set();
    for (const [at, header] of columns.entries()) {
        const column = present[at];
        const likely = column === undefined ? (0,_text_did_you_mean_js__WEBPACK_IMPORTED_MODULE_6__/* .didYouMean */ .au)(header.replaceAll(/[\s_-]/g, ''), missing) : undefined;
        if (column !== undefined && present.indexOf(column) < at) {
            problem(`There are two columns ${column}.`, 'Remove one of them.');
        }
        else if (likely !== undefined) {
            meant.add(likely);
            problem(`There is no column ${(0,_text_display_js__WEBPACK_IMPORTED_MODULE_10__/* .shownText */ .f$)(header)}.`, `Did you mean ${likely}? Otherwise give it another name.`);
        }
    }
    for (const column of _register_entry_js__WEBPACK_IMPORTED_MODULE_9__/* .REQUIRED_COLUMNS */ .KS) {
        if (present.includes(column) || meant.has(column))
            continue;
        problem(`The column ${column} is missing.`, `The columns are ${_register_entry_js__WEBPACK_IMPORTED_MODULE_9__/* .REGISTER_COLUMNS */ .GI.join(', ')}, and any of your own.`);
    }
    return isRight;
}
const DAY = /^\d{4}-\d{2}-\d{2}$/;
/** Whether a text is a day that exists: `2027-01-31`. */
function isDay(text) {
    if (!DAY.test(text))
        return false;
    const day = new Date(`${text}T00:00:00Z`);
    return !Number.isNaN(day.valueOf()) && day.toISOString().startsWith(text);
}
/** The entry of a line; undefined if it has problems. */
function entryOf(cells, columns, report) {
    const further = [];
    const own = new Map();
    for (const [at, header] of columns.entries()) {
        const [column, cell = ''] = [(0,_register_entry_js__WEBPACK_IMPORTED_MODULE_9__/* .columnNamed */ .c1)(header), cells[at]];
        if (column === undefined)
            further.push([header, (0,_baseline_baseline_entry_js__WEBPACK_IMPORTED_MODULE_8__/* .writtenText */ .v4)(cell)]);
        else
            own.set(column, cell.trim());
    }
    const cellOf = (column) => own.get(column) ?? '';
    const faults = [];
    const problem = (message, hint) => {
        faults.push(message);
        report(message, hint);
    };
    for (const column of _register_entry_js__WEBPACK_IMPORTED_MODULE_9__/* .REQUIRED_COLUMNS */ .KS) {
        if (cellOf(column) === '')
            problem(`${column} is blank.`, 'Complete the line, or remove it.');
    }
    const mailbox = cellOf('MailboxName');
    if (mailbox !== '' && mailbox !== _register_entry_js__WEBPACK_IMPORTED_MODULE_9__/* .EVERY_MAILBOX */ .hT && (mailbox.includes('*') || !(0,_mailboxes_address_js__WEBPACK_IMPORTED_MODULE_5__/* .isMailboxId */ .GB)(mailbox))) {
        const hint = `Write an address, or ${_register_entry_js__WEBPACK_IMPORTED_MODULE_9__/* .EVERY_MAILBOX */ .hT} alone for a right to every mailbox.`;
        problem(`MailboxName cannot be ${(0,_text_display_js__WEBPACK_IMPORTED_MODULE_10__/* .shownText */ .f$)(mailbox)}.`, hint);
    }
    const idIn = (column, kinds) => {
        const text = cellOf(column);
        const id = (0,_register_entry_js__WEBPACK_IMPORTED_MODULE_9__/* .storedId */ .P)(text);
        const isRightKind = column === 'TrusteeId' || id?.startsWith('S-') !== true;
        if (text !== '' && (id === undefined || !isRightKind)) {
            problem(`${column} cannot be ${(0,_text_display_js__WEBPACK_IMPORTED_MODULE_10__/* .shownText */ .f$)(text)}.`, `Write ${kinds}, or leave it blank.`);
        }
        return id ?? '';
    };
    const mailboxId = idIn('MailboxId', 'the object ID of the account of the mailbox');
    const trusteeId = idIn('TrusteeId', 'an object ID or a SID');
    if (mailbox === _register_entry_js__WEBPACK_IMPORTED_MODULE_9__/* .EVERY_MAILBOX */ .hT && mailboxId !== '') {
        problem(`MailboxName is ${_register_entry_js__WEBPACK_IMPORTED_MODULE_9__/* .EVERY_MAILBOX */ .hT}, and there is a MailboxId.`, 'Clear MailboxId, or name the mailbox.');
    }
    const dayIn = (column) => {
        const text = cellOf(column);
        if (text === '' || isDay(text))
            return text;
        problem(`${column} cannot be ${(0,_text_display_js__WEBPACK_IMPORTED_MODULE_10__/* .shownText */ .f$)(text)}.`, 'Write a day as year-month-day, such as 2027-01-31.');
        return '';
    };
    const [until, reviewedOn] = [dayIn('Until'), dayIn('ReviewedOn')];
    const right = (0,_register_entry_js__WEBPACK_IMPORTED_MODULE_9__/* .registeredRight */ .te)(cellOf('Right'));
    if (right === undefined && cellOf('Right') !== '') {
        const hint = `${(0,_text_did_you_mean_js__WEBPACK_IMPORTED_MODULE_6__/* .suggestion */ .h)(cellOf('Right'), _register_entry_js__WEBPACK_IMPORTED_MODULE_9__/* .REGISTERED_RIGHTS */ .LD)}The rights are ${_register_entry_js__WEBPACK_IMPORTED_MODULE_9__/* .REGISTERED_RIGHTS */ .LD.join(', ')}.`;
        problem(`Right cannot be ${(0,_text_display_js__WEBPACK_IMPORTED_MODULE_10__/* .shownText */ .f$)(cellOf('Right'))}.`, hint);
    }
    if (faults.length > 0 || right === undefined)
        return undefined;
    const textIn = (column) => (0,_baseline_baseline_entry_js__WEBPACK_IMPORTED_MODULE_8__/* .writtenText */ .v4)(cellOf(column));
    const names = { mailbox: textIn('MailboxName'), mailboxId, trustee: textIn('Trustee'), trusteeId, right };
    return { ...names, reason: textIn('Reason'), owner: textIn('Owner'), until, reviewedOn, further };
}


/***/ })

};
