export const id = 934;
export const ids = [934];
export const modules = {

/***/ 76408:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  Nj: () => (/* binding */ guarded),
  Sb: () => (/* binding */ reportOn),
  eF: () => (/* binding */ run)
});

// EXTERNAL MODULE: ./src/context.ts
var src_context = __webpack_require__(40788);
// EXTERNAL MODULE: ./src/auth/clouds.ts
var clouds = __webpack_require__(56910);
// EXTERNAL MODULE: ./src/http/proxy.ts
var proxy = __webpack_require__(57856);
// EXTERNAL MODULE: ./src/http/secure-url.ts
var secure_url = __webpack_require__(28347);
// EXTERNAL MODULE: ./src/inputs.ts
var src_inputs = __webpack_require__(38422);
// EXTERNAL MODULE: ./src/output/deliver.ts
var deliver = __webpack_require__(73164);
// EXTERNAL MODULE: ./src/output/progress.ts
var progress = __webpack_require__(6262);
// EXTERNAL MODULE: ./src/output/sinks.ts + 8 modules
var output_sinks = __webpack_require__(65127);
// EXTERNAL MODULE: ./src/output/totals.ts
var output_totals = __webpack_require__(32406);
// EXTERNAL MODULE: ./src/outputs.ts
var outputs = __webpack_require__(7729);
// EXTERNAL MODULE: ./src/pipeline.ts
var pipeline = __webpack_require__(15165);
// EXTERNAL MODULE: ./src/policy/load.ts
var load = __webpack_require__(58164);
// EXTERNAL MODULE: ./src/policy/stage.ts
var stage = __webpack_require__(17344);
// EXTERNAL MODULE: ./src/reports/choose.ts
var choose = __webpack_require__(4274);
// EXTERNAL MODULE: ./src/result.ts
var src_result = __webpack_require__(51666);
// EXTERNAL MODULE: ./src/runner/log.ts
var log = __webpack_require__(47708);
// EXTERNAL MODULE: ./src/runner/repository-visibility.ts
var repository_visibility = __webpack_require__(17);
// EXTERNAL MODULE: external "node:os"
var external_node_os_ = __webpack_require__(48161);
// EXTERNAL MODULE: external "node:path"
var external_node_path_ = __webpack_require__(76760);
var external_node_path_default = /*#__PURE__*/__webpack_require__.n(external_node_path_);
// EXTERNAL MODULE: ./src/errors.ts
var errors = __webpack_require__(83916);
// EXTERNAL MODULE: ./src/text/display.ts
var display = __webpack_require__(24745);
;// CONCATENATED MODULE: ./src/history/comparison-tally.ts

const MAX_SHOWN = 100;
const LONGEST_TEXT = 100;
/** Reports and columns with changes that are counted separately; the columns of user-defined reports are bounded too. */
const MAX_GROUPS = 1_000;
/** Counts the differences from the earlier report, as mailboxes pass. Memory is bounded. */
class ComparisonTally {
    #newViolations = 0;
    #resolved = 0;
    #changes = 0;
    #changedMailboxes = 0;
    #addedMailboxes = 0;
    #removedMailboxes = 0;
    #newest = [];
    #gone = [];
    #groups = new Map();
    add({ changes = [] }) {
        if (changes.length === 0)
            return;
        const rules = { 'new-violation': new Set(), resolved: new Set() };
        const groups = new Set();
        for (const change of changes) {
            const { kind, rule } = change;
            switch (kind) {
                case 'new-violation':
                case 'resolved':
                    rules[kind].add(rule?.id ?? '');
                    keep(kind === 'resolved' ? this.#gone : this.#newest, change);
                    break;
                case 'mailbox-added':
                    this.#changes += 1;
                    this.#addedMailboxes += 1;
                    break;
                case 'mailbox-removed':
                    this.#changes += 1;
                    this.#removedMailboxes += 1;
                    break;
                case 'changed':
                case 'added':
                case 'removed':
                    this.#changes += 1;
                    this.#addToGroup(kind, change, groups);
            }
        }
        this.#newViolations += rules['new-violation'].size;
        this.#resolved += rules.resolved.size;
        if (groups.size > 0)
            this.#changedMailboxes += 1;
    }
    /** Pairs of a rule and a mailbox that violates it newly, of rules of any severity. */
    get newViolationCount() {
        return this.#newViolations;
    }
    /** Pairs of a rule and a mailbox with a violation less. */
    get resolvedCount() {
        return this.#resolved;
    }
    /** Changed cells, added and removed rows, and added and removed mailboxes. */
    get changeCount() {
        return this.#changes;
    }
    /** Mailboxes with a changed cell or an added or removed row. */
    get changedMailboxes() {
        return this.#changedMailboxes;
    }
    get addedMailboxes() {
        return this.#addedMailboxes;
    }
    get removedMailboxes() {
        return this.#removedMailboxes;
    }
    /** The first 100 new violations, in the order of the list. */
    get newViolations() {
        return this.#newest;
    }
    /** The first 100 resolved violations. */
    get resolved() {
        return this.#gone;
    }
    /** Changes by report and column; those of most mailboxes first. */
    get groups() {
        return [...this.#groups.values()].sort((one, other) => other.mailboxes - one.mailboxes);
    }
    #addToGroup(kind, change, seen) {
        const { report, column } = change;
        const key = JSON.stringify([kind, report, column]);
        const isSeen = seen.has(key);
        seen.add(key);
        if (isSeen)
            return;
        const group = this.#groups.get(key);
        if (group !== undefined)
            group.mailboxes += 1;
        else if (this.#groups.size < MAX_GROUPS) {
            this.#groups.set(key, { kind, report, column, mailboxes: 1, first: shownChange(change) });
        }
    }
}
function keep(kept, change) {
    if (kept.length < MAX_SHOWN)
        kept.push(shownChange(change));
}
function shownChange({ rule, report, mailbox, item, column, before, after }) {
    const text = (whole) => (0,display/* shortened */.vI)(whole, LONGEST_TEXT);
    return {
        rule: rule?.id ?? '',
        report,
        mailbox,
        item: text(item),
        column,
        before: text((0,display/* cellText */.Ie)(before)),
        after: text((0,display/* cellText */.Ie)(after)),
    };
}

// EXTERNAL MODULE: external "node:fs/promises"
var promises_ = __webpack_require__(51455);
// EXTERNAL MODULE: external "node:fs"
var external_node_fs_ = __webpack_require__(73024);
;// CONCATENATED MODULE: ./src/history/csv-table.ts
/**
 * Random access to the rows of a mailbox in a CSV that is too large to hold. Own code: csv-parse gives records, but not
 * where they are, and takes longer for 100,000 mailboxes than a run may be slower by.
 */


const BLOCK_BYTES = 256 * 1024;
/** All rows of one mailbox. */
const MAX_ROWS_BYTES = 64 * 1024 * 1024;
const MAX_COLUMNS = 1_000;
const MAX_NAME_LENGTH = 1_000;
const QUOTE = 0x22;
const COMMA = 0x2c;
const SEMICOLON = 0x3b;
const LINE_FEED = 0x0a;
const CARRIAGE_RETURN = 0x0d;
/** A CSV of an earlier report cannot be used. The message completes "<file> ...". */
class MalformedCsv extends Error {
    name = 'MalformedCsv';
}
/** A CSV on disk whose rows are found by mailbox. Memory: some 16 bytes a mailbox. */
class CsvTable {
    columns;
    delimiter;
    #fd;
    #groups;
    #block = Buffer.alloc(0);
    #blockStart = 0;
    constructor(fd, scanned) {
        this.#fd = fd;
        this.columns = scanned.columns;
        this.delimiter = scanned.delimiter;
        this.#groups = scanned.groups;
    }
    /**
     * Opens a CSV and checks all of it. Rejects with a `MalformedCsv` if it is no CSV, lacks the column `MailboxName`, or
     * does not have the rows of a mailbox together.
     */
    static async open(file, mailboxes) {
        const scanned = await scan(file, mailboxes);
        return new CsvTable((0,external_node_fs_.openSync)(file, 'r'), scanned);
    }
    /** The rows of a mailbox in their order, cells in the order of the columns; undefined if it has none. */
    rowsOf(mailbox) {
        const start = this.#groups.starts[mailbox];
        const end = this.#groups.ends[mailbox];
        if (start === undefined || end === undefined || start < 0)
            return undefined;
        return recordsOf(this.#text(start, end), this.delimiter);
    }
    close() {
        (0,external_node_fs_.closeSync)(this.#fd);
    }
    /** Reads ahead, since the rows are in the order of the list; rows elsewhere are read alone. */
    #text(start, end) {
        const isNext = start >= this.#blockStart && start <= this.#blockStart + this.#block.length;
        if (start < this.#blockStart || end > this.#blockStart + this.#block.length) {
            if (!isNext && this.#block.length > 0)
                return this.#read(start, end - start).toString('utf8');
            this.#block = this.#read(start, Math.max(BLOCK_BYTES, end - start));
            this.#blockStart = start;
        }
        return this.#block.toString('utf8', start - this.#blockStart, end - this.#blockStart);
    }
    #read(start, length) {
        const buffer = Buffer.allocUnsafe(length);
        const read = (0,external_node_fs_.readSync)(this.#fd, buffer, 0, length, start);
        return buffer.subarray(0, read);
    }
}
/** Reads a CSV once, block by block. */
async function scan(file, mailboxes) {
    const records = new RecordScanner(mailboxes);
    const handle = await (0,promises_.open)(file, 'r');
    try {
        let pending = Buffer.alloc(0);
        let offset = 0;
        for (;;) {
            const { buffer, bytesRead } = await handle.read(Buffer.allocUnsafe(4 * BLOCK_BYTES), 0, 4 * BLOCK_BYTES);
            if (bytesRead === 0)
                break;
            const block = Buffer.concat([pending, buffer.subarray(0, bytesRead)]);
            const used = records.add(block, offset, pending.length);
            pending = block.subarray(used);
            offset += used;
            if (pending.length > MAX_ROWS_BYTES)
                throw new MalformedCsv('has a record that is too large');
        }
        if (pending.length > 0)
            records.end(pending, offset);
        return records.result();
    }
    finally {
        await handle.close();
    }
}
class RecordScanner {
    #mailboxes;
    #groups = { starts: [], ends: [] };
    #header;
    #state = 'start';
    #delimiter = -1;
    #cells = 1;
    #last = -1;
    constructor(mailboxes) {
        this.#mailboxes = mailboxes;
    }
    /** Takes the complete records of a block; returns how many bytes they have. `from`: what was scanned before. */
    add(block, offset, from) {
        let start = 0;
        let state = this.#state;
        for (let at = from; at < block.length; at += 1) {
            const byte = block[at];
            if (state === 'quoted') {
                if (byte === QUOTE)
                    state = 'closed';
            }
            else if (byte === LINE_FEED) {
                this.#record(block, start, at + 1, offset);
                start = at + 1;
                state = 'start';
            }
            else if (byte === QUOTE) {
                // A quote after a closing one is an escaped quote; one inside a plain cell is malformed.
                if (state === 'plain' && !isByteOrderMark(block, at, offset))
                    throw new MalformedCsv('has a stray quote');
                state = 'quoted';
            }
            else if (byte === this.#delimiter || (this.#header === undefined && (byte === COMMA || byte === SEMICOLON))) {
                this.#cells += 1;
                state = 'start';
            }
            else if (state === 'closed') {
                if (byte !== CARRIAGE_RETURN)
                    throw new MalformedCsv('has text after a closing quote');
            }
            else
                state = 'plain';
        }
        this.#state = state;
        return start;
    }
    /** The last record, if no line end follows it. */
    end(rest, offset) {
        if (this.#state === 'quoted')
            throw new MalformedCsv('ends inside a quoted cell');
        this.#record(rest, 0, rest.length, offset);
    }
    result() {
        if (this.#header === undefined)
            throw new MalformedCsv('is empty');
        return { ...this.#header, groups: this.#groups };
    }
    #record(block, start, end, offset) {
        const cells = this.#cells;
        this.#cells = 1;
        if (this.#header === undefined) {
            this.#header = headerOf(block.toString('utf8', start, end));
            this.#delimiter = this.#header.delimiter.charCodeAt(0);
            return;
        }
        const { columns, delimiter, mailbox } = this.#header;
        if (cells !== columns.length)
            throw new MalformedCsv(`has a record with ${cells} cells and ${columns.length} columns`);
        const name = mailbox === 0 ? firstCell(block, start, end, this.#delimiter) : undefined;
        this.#addRow(name ?? cellsOf(lineOf(block.toString('utf8', start, end)), delimiter)[mailbox] ?? '', {
            start: start + offset,
            end: end + offset,
        });
    }
    #addRow(name, { start, end }) {
        const { starts, ends } = this.#groups;
        if (name === '' || name.length > MAX_NAME_LENGTH)
            throw new MalformedCsv('has a record without a mailbox');
        const number = this.#mailboxes.number(name);
        if (number !== this.#last) {
            while (starts.length <= number) {
                starts.push(-1);
                ends.push(-1);
            }
            if ((starts[number] ?? -1) >= 0)
                throw new MalformedCsv('does not have the rows of each mailbox together');
            starts[number] = start;
            this.#last = number;
        }
        ends[number] = end;
        if (end - (starts[number] ?? 0) > MAX_ROWS_BYTES)
            throw new MalformedCsv('has too many rows of one mailbox');
    }
}
/** Undefined for a quoted cell. */
function firstCell(block, start, end, delimiter) {
    if (block[start] === QUOTE)
        return undefined;
    let at = start;
    while (at < end && block[at] !== delimiter && block[at] !== CARRIAGE_RETURN && block[at] !== LINE_FEED)
        at += 1;
    return block.toString('utf8', start, at);
}
/** A quote right after the byte order mark starts the first cell. */
function isByteOrderMark(block, at, offset) {
    return offset === 0 && at === 3 && block[0] === 0xef && block[1] === 0xbb && block[2] === 0xbf;
}
function headerOf(text) {
    const line = lineOf(text.replace(/^\uFEFF/, ''));
    const delimiter = /^[^,]*;/.test(line) ? ';' : ',';
    const columns = cellsOf(line, delimiter);
    const mailbox = columns.indexOf('MailboxName');
    if (mailbox === -1)
        throw new MalformedCsv('has no column MailboxName');
    if (columns.length > MAX_COLUMNS)
        throw new MalformedCsv('has too many columns');
    if (new Set(columns).size < columns.length)
        throw new MalformedCsv('has a column twice');
    return { columns, delimiter, mailbox };
}
function lineOf(record) {
    return record.replace(/\r?\n$/, '');
}
/** The cells of one record without its line end. The record must be well-formed. */
function cellsOf(record, delimiter) {
    if (!record.includes('"'))
        return record.split(delimiter);
    const cells = [];
    let at = 0;
    for (;;) {
        if (record[at] === '"') {
            let end = at + 1;
            while (end < record.length && (record[end] !== '"' || record[end + 1] === '"'))
                end += record[end] === '"' ? 2 : 1;
            cells.push(record.slice(at + 1, end).replaceAll('""', '"'));
            at = end + 1;
        }
        else {
            const end = record.indexOf(delimiter, at);
            cells.push(record.slice(at, end === -1 ? undefined : end));
            at = end === -1 ? record.length : end;
        }
        if (at >= record.length)
            return cells;
        at += delimiter.length;
    }
}
/** The records of a text that the scanner accepted. */
function recordsOf(text, delimiter) {
    const records = [];
    if (!text.includes('"')) {
        for (const line of text.split('\n')) {
            if (line !== '')
                records.push((line.endsWith('\r') ? line.slice(0, -1) : line).split(delimiter));
        }
        return records;
    }
    let quoted = false;
    let start = 0;
    for (let at = 0; at < text.length; at += 1) {
        const character = text.charCodeAt(at);
        if (character === QUOTE)
            quoted = !quoted;
        else if (character === LINE_FEED && !quoted) {
            records.push(cellsOf(lineOf(text.slice(start, at + 1)), delimiter));
            start = at + 1;
        }
    }
    if (start < text.length)
        records.push(cellsOf(text.slice(start), delimiter));
    return records;
}

// EXTERNAL MODULE: ./src/text/csv.ts
var csv = __webpack_require__(13339);
;// CONCATENATED MODULE: ./src/history/mailbox-numbers.ts

/** The mailboxes of an earlier report, numbered from 0 in the order of their first occurrence. All its tables share them. */
class MailboxNumbers {
    #numbers = new Map();
    #most;
    /** `most`: how many mailboxes there may be; more are a RangeError. */
    constructor(most) {
        this.#most = most;
    }
    get size() {
        return this.#numbers.size;
    }
    /** Undefined if the earlier report does not have the mailbox. */
    get(address) {
        return this.#numbers.get(keyOf(address));
    }
    /** The number of a mailbox, as the text of its cell. */
    number(cell) {
        const key = cell.toLowerCase();
        const known = this.#numbers.get(key);
        if (known !== undefined)
            return known;
        if (this.#numbers.size >= this.#most)
            throw new RangeError(`more than ${this.#most} mailboxes`);
        const number = this.#numbers.size;
        this.#numbers.set(key, number);
        return number;
    }
    numbers() {
        return this.#numbers.values();
    }
}
/** A CSV has an address that a spreadsheet would evaluate with an apostrophe. */
function keyOf(address) {
    return (0,csv/* defusedText */.WL)(address).toLowerCase();
}

;// CONCATENATED MODULE: ./src/history/earlier-report.ts





/** The file with the violations of a run, which the comparison reads besides the reports. */
const VIOLATIONS_FILE = 'violations.csv';
/** The columns of that file that identify a violation. */
const VIOLATION_COLUMNS = ['Rule', 'MailboxName', 'Item', 'Column', 'Found', 'Verdict'];
const STATUS_COLUMN = 'Status';
/** Bytes of all its CSVs together: 100,000 mailboxes with 100 folders each are some 1 GiB. */
const MAX_REPORT_BYTES = 2 * 1024 * 1024 * 1024;
const MAX_MAILBOXES = 1_000_000;
/** Why an earlier report cannot be used. The message is a sentence. */
class UnusableReport extends Error {
    name = 'UnusableReport';
}
/**
 * Opens the CSVs of a folder that the names ask for, as far as it has them. Rejects with an `UnusableReport` if one of them
 * is malformed, or if there is none.
 *
 * @param reports names of reports
 */
async function openEarlierReport(folder, reports) {
    const mailboxes = new MailboxNumbers(MAX_MAILBOXES);
    const tables = new Map();
    let violations;
    const close = () => {
        for (const table of tables.values())
            table.close();
        violations?.close();
    };
    try {
        const present = new Set(await (0,promises_.readdir)(folder));
        const wanted = reports.filter((name) => present.has(`${name}.csv`));
        if (wanted.length === 0)
            throw new UnusableReport(`It has none of the files ${reports.map((name) => `${name}.csv`).join(', ')}.`);
        await checkSizes(folder, [
            ...wanted.map((name) => `${name}.csv`),
            ...(present.has(VIOLATIONS_FILE) ? [VIOLATIONS_FILE] : []),
        ]);
        for (const name of wanted)
            tables.set(name, await openTable(folder, `${name}.csv`, mailboxes, [STATUS_COLUMN]));
        // Violations come last: the order of the mailboxes is that of a report.
        if (present.has(VIOLATIONS_FILE)) {
            violations = await openTable(folder, VIOLATIONS_FILE, mailboxes, VIOLATION_COLUMNS);
        }
        return { mailboxes, tables, violations, close };
    }
    catch (error) {
        close();
        throw error instanceof UnusableReport ? error : new UnusableReport(`It cannot be read: ${(0,errors/* describeError */.Uc)(error)}.`);
    }
}
async function checkSizes(folder, files) {
    let bytes = 0;
    for (const file of files) {
        const found = await (0,promises_.stat)(external_node_path_default().join(folder, file));
        if (!found.isFile())
            throw new UnusableReport(`${file} is not a regular file.`);
        bytes += found.size;
    }
    if (bytes > MAX_REPORT_BYTES)
        throw new UnusableReport('Its files exceed 2 GiB.');
}
async function openTable(folder, file, mailboxes, required) {
    const place = external_node_path_default().join(folder, file);
    try {
        const table = await CsvTable.open(place, mailboxes);
        const missing = required.find((column) => !table.columns.includes(column));
        if (missing === undefined)
            return table;
        table.close();
        throw new UnusableReport(`${file} has no column ${missing}.`);
    }
    catch (error) {
        throw error instanceof UnusableReport ? error : new UnusableReport(`${file} ${(0,errors/* describeError */.Uc)(error)}.`);
    }
}

// EXTERNAL MODULE: ./src/json.ts
var src_json = __webpack_require__(8301);
// EXTERNAL MODULE: ./src/runner/enterprise-server.ts
var enterprise_server = __webpack_require__(14023);
;// CONCATENATED MODULE: ./src/history/earlier-run.ts





/** Events that run the code of the branch itself, rather than that of a pull request. */
const EVENTS = new Set(['schedule', 'push', 'workflow_dispatch']);
/** Runs of a change that is not on a branch of its own yet: they compare with the default branch. */
const CHANGE_EVENTS = new Set(['pull_request', 'pull_request_target', 'merge_group']);
/** Pages of 100 runs that are searched. */
const MAX_PAGES = 3;
/** Runs that are asked for their artifacts. */
const MAX_RUNS = 30;
const RETRIES = 2;
/**
 * Finds the artifact of the latest earlier run of this workflow and branch: one of this repository itself, with a lower run
 * number, that has an artifact of the name which has not expired. Never rejects.
 */
async function findArtifact(options) {
    const { env, token, artifactName, signal } = options;
    const place = repositoryOf(env);
    if (place === undefined)
        return unsupported('This is not a run of a GitHub workflow.');
    if (artifactName === undefined)
        return unsupported('"artifact-name" is empty, so earlier runs have no artifact.');
    if (token === undefined)
        return { kind: 'unavailable', cause: 'permission', reason: 'The input "github-token" is empty.' };
    if ((0,enterprise_server/* isEnterpriseServer */.v)(env.GITHUB_SERVER_URL ?? '')) {
        return unsupported('GitHub Enterprise Server does not have artifacts of this kind. Set "compare" to a path.');
    }
    try {
        // Loaded only by runs that are compared.
        const [{ getOctokit: connect }, { retry }] = await Promise.all([
            __webpack_require__.e(/* import() */ 351).then(__webpack_require__.bind(__webpack_require__, 61351)),
            Promise.all(/* import() */[__webpack_require__.e(735), __webpack_require__.e(15)]).then(__webpack_require__.bind(__webpack_require__, 49735)),
        ]);
        const request = { signal, retries: RETRIES };
        const octokit = connect(token, { baseUrl: place.api, request, log: SILENT }, retry);
        return await search(octokit, { ...place, artifactName, env });
    }
    catch (error) {
        return failure(error);
    }
}
const SILENT = { debug: ignore, info: ignore, warn: ignore, error: ignore };
function ignore() {
    // The result says what failed.
}
/** Undefined outside a workflow. */
function repositoryOf({ GITHUB_API_URL: api = '', GITHUB_REPOSITORY: name = '', GITHUB_RUN_ID: id = '', }) {
    const url = URL.parse(api);
    const [, owner, repo] = /^([\w.-]+)\/([\w.-]+)$/.exec(name) ?? [];
    if (url === null || !(0,secure_url/* isConfidential */.F)(url) || owner === undefined || repo === undefined)
        return undefined;
    return /^\d{1,15}$/.test(id) ? { api: api.replace(/\/$/, ''), owner, repo, runId: Number(id) } : undefined;
}
async function search(octokit, { owner, repo, runId, artifactName, env }) {
    const { data: own } = await octokit.rest.actions.getWorkflowRun({ owner, repo, run_id: runId });
    const branch = CHANGE_EVENTS.has(own.event) ? await defaultBranch(octokit, { owner, repo, env }) : own.head_branch;
    if (branch === null)
        return { kind: 'none', reason: 'This run has no branch.' };
    const isEarlier = (run) => run.run_number < own.run_number &&
        run.workflow_id === own.workflow_id &&
        run.head_branch === branch &&
        EVENTS.has(run.event) &&
        run.repository.id === own.repository.id &&
        // A deleted fork is null.
        (0,src_json/* isRecord */.u4)(run.head_repository) &&
        run.head_repository.id === own.repository.id;
    const runs = [];
    for (let page = 1; page <= MAX_PAGES && runs.length < MAX_RUNS; page += 1) {
        const { data } = await octokit.rest.actions.listWorkflowRuns({
            ...{ owner, repo, workflow_id: own.workflow_id, branch, per_page: 100, page },
            exclude_pull_requests: true,
        });
        runs.push(...data.workflow_runs.filter(isEarlier));
        if (data.workflow_runs.length < 100)
            break;
    }
    const latestFirst = runs.sort((one, other) => other.run_number - one.run_number).slice(0, MAX_RUNS);
    let expired = 0;
    for (const run of latestFirst) {
        const { data } = await octokit.rest.actions.listWorkflowRunArtifacts({
            ...{ owner, repo, run_id: run.id, name: artifactName, per_page: 100 },
        });
        const named = data.artifacts.filter(({ name }) => name === artifactName).sort((one, other) => other.id - one.id);
        const [artifact] = named.filter((one) => !one.expired);
        if (artifact !== undefined) {
            return {
                kind: 'artifact',
                id: artifact.id,
                size: artifact.size_in_bytes,
                digest: artifact.digest ?? undefined,
                runId: run.id,
                runNumber: run.run_number,
                url: `${env.GITHUB_SERVER_URL ?? 'https://github.com'}/${owner}/${repo}/actions/runs/${run.id}`,
                started: new Date(run.run_started_at ?? run.created_at),
            };
        }
        expired += named.length > 0 ? 1 : 0;
    }
    if (expired > 0) {
        return {
            kind: 'unavailable',
            cause: 'expired',
            reason: `The artifacts of all earlier runs on ${branch} have expired.`,
        };
    }
    const reason = latestFirst.length === 0
        ? `There is no earlier run on ${branch}.`
        : `No earlier run on ${branch} has an artifact "${artifactName}".`;
    return { kind: 'none', reason };
}
/** The event contains it; if it does not, GitHub is asked. */
async function defaultBranch(octokit, { owner, repo, env }) {
    const text = await (0,promises_.readFile)(env.GITHUB_EVENT_PATH ?? '', 'utf8').catch(() => '');
    const branch = (0,src_json/* property */.MZ)((0,src_json/* property */.MZ)((0,src_json/* jsonOrUndefined */._D)(text), 'repository'), 'default_branch');
    if (typeof branch === 'string')
        return branch;
    const { data } = await octokit.rest.repos.get({ owner, repo });
    return data.default_branch;
}
function failure(error) {
    const status = (0,src_json/* isRecord */.u4)(error) ? error.status : undefined;
    // A limit of requests is 403 too. https://docs.github.com/rest/using-the-rest-api/rate-limits-for-the-rest-api
    const isLimited = /rate limit/i.test((0,errors/* describeError */.Uc)(error));
    if (!isLimited && (status === 401 || status === 403 || status === 404)) {
        return {
            kind: 'unavailable',
            cause: 'permission',
            reason: `The token may not read earlier runs. Add "actions: read" to the "permissions" of the job.`,
        };
    }
    return { kind: 'unavailable', cause: 'unreachable', reason: `GitHub could not be asked: ${(0,errors/* describeError */.Uc)(error)}.` };
}
function unsupported(reason) {
    return { kind: 'unavailable', cause: 'unsupported', reason };
}

// EXTERNAL MODULE: external "node:stream"
var external_node_stream_ = __webpack_require__(57075);
// EXTERNAL MODULE: external "node:stream/promises"
var external_node_stream_promises_ = __webpack_require__(46466);
// EXTERNAL MODULE: external "node:zlib"
var external_node_zlib_ = __webpack_require__(38522);
;// CONCATENATED MODULE: ./src/history/extract.ts







/** Entries of the archive, of whatever name. */
const MAX_ENTRIES = 1_000;
/**
 * Extracts the files with the given names from a zip into a folder, and nothing else: other names and folders in the
 * archive are ignored. Rejects with an `UnusableReport` if it is no zip, is damaged, or exceeds a limit.
 *
 * @param names plain file names
 */
async function extractFiles(zip, folder, names) {
    // Loaded only by runs that have an archive.
    const { openPromise } = await __webpack_require__.e(/* import() */ 663).then(__webpack_require__.t.bind(__webpack_require__, 20663, 19));
    try {
        const archive = await openPromise(zip, { autoClose: false });
        try {
            if (archive.entryCount > MAX_ENTRIES)
                throw new UnusableReport(`The archive has more than ${MAX_ENTRIES} files.`);
            let left = MAX_REPORT_BYTES;
            const extracted = new Set();
            for await (const entry of archive.eachEntry()) {
                const { fileName } = entry;
                if (!names.has(fileName))
                    continue;
                if (extracted.has(fileName))
                    throw new UnusableReport(`The archive has ${fileName} twice.`);
                extracted.add(fileName);
                const check = new CheckedContent(left, entry.crc32);
                const content = await archive.openReadStreamPromise(entry);
                await (0,external_node_stream_promises_.pipeline)(content, check, (0,external_node_fs_.createWriteStream)(external_node_path_default().join(folder, fileName), { flags: 'wx' }));
                left -= check.bytes;
            }
        }
        finally {
            archive.close();
        }
    }
    catch (error) {
        throw error instanceof UnusableReport
            ? error
            : new UnusableReport(`The archive cannot be read: ${(0,errors/* describeError */.Uc)(error)}.`);
    }
}
/** Passes content on, and fails if it has more bytes than allowed or another checksum. */
class CheckedContent extends external_node_stream_.Transform {
    bytes = 0;
    #most;
    #expected;
    #checksum = 0;
    constructor(most, checksum) {
        super();
        this.#most = most;
        this.#expected = checksum;
    }
    _transform(chunk, _, done) {
        this.bytes += chunk.length;
        this.#checksum = (0,external_node_zlib_.crc32)(chunk, this.#checksum);
        if (this.bytes > this.#most)
            done(new UnusableReport('Its files exceed 2 GiB.'));
        else
            done(null, chunk);
    }
    _flush(done) {
        done(this.#checksum === this.#expected ? null : new UnusableReport('The archive is damaged.'));
    }
}

;// CONCATENATED MODULE: ./src/history/find.ts






/** The files that a comparison reads. */
function comparedFiles(reports) {
    return new Set([...reports.map((name) => `${name}.csv`), VIOLATIONS_FILE]);
}
/**
 * Opens a report that lies on the disk: a folder, or a zip, of which the known files are extracted into `temp`. Never
 * rejects for what it finds there.
 *
 * @param shown how messages name it
 * @param reports names of the reports to compare
 */
async function openReportAt(place, { shown, temp, reports }) {
    try {
        const found = await (0,promises_.stat)(place);
        const folder = found.isDirectory() ? place : temp;
        if (folder === temp)
            await extractFiles(place, temp, comparedFiles(reports));
        const report = await openEarlierReport(folder, reports);
        return { kind: 'found', source: { kind: 'path', path: shown }, report };
    }
    catch (error) {
        const reason = error instanceof UnusableReport ? error.message : `It cannot be read: ${(0,errors/* describeError */.Uc)(error)}.`;
        return { kind: 'unavailable', cause: 'unusable', reason: `The earlier report ${shown} cannot be used. ${reason}` };
    }
}
/** Bytes of an archive. */
const MAX_ARCHIVE_BYTES = 1024 * 1024 * 1024;
/**
 * Finds, downloads and opens the report of the latest earlier run. Whatever goes wrong is a result: it never rejects. The
 * token is sent to GitHub's API, which gives a signed address of the storage.
 */
async function findEarlierReport(options) {
    const { env, token = '', temp, reports, loadClient, signal } = options;
    const artifact = await findArtifact(options);
    if (artifact.kind !== 'artifact')
        return artifact;
    const { id, size, digest, runId, runNumber: number, url, started } = artifact;
    const unusable = (reason) => ({
        kind: 'unavailable',
        cause: 'unusable',
        reason: `The report of run #${number} cannot be used. ${reason}`,
    });
    if (size > MAX_ARCHIVE_BYTES)
        return unusable('Its archive exceeds 1 GiB.');
    if (digest === undefined)
        return unusable('GitHub gives no digest of its archive.');
    const [repositoryOwner = '', repositoryName = ''] = (env.GITHUB_REPOSITORY ?? '').split('/');
    const folder = external_node_path_default().join(temp, 'archive');
    try {
        await (0,promises_.mkdir)(folder);
        const client = await loadClient();
        const { digestMismatch } = await unlessAborted(client.downloadArtifact(id, {
            path: folder,
            expectedHash: digest,
            skipDecompress: true,
            findBy: { token, workflowRunId: runId, repositoryOwner, repositoryName },
        }), signal);
        if (digestMismatch !== false)
            return unusable('Its archive does not have the digest that GitHub gives.');
        const [archive, ...others] = await (0,promises_.readdir)(folder);
        if (archive === undefined || others.length > 0)
            return unusable('It is not one archive.');
        await extractFiles(external_node_path_default().join(folder, archive), temp, comparedFiles(reports));
        const report = await openEarlierReport(temp, reports);
        return { kind: 'found', source: { kind: 'run', number, url, started }, report };
    }
    catch (error) {
        return unusable(error instanceof UnusableReport ? error.message : `It cannot be downloaded: ${(0,errors/* describeError */.Uc)(error)}.`);
    }
}
/** The client has no way to give up a download. */
async function unlessAborted(work, signal) {
    signal.throwIfAborted();
    const { promise, reject } = Promise.withResolvers();
    const abort = () => {
        reject(new Error('it takes too long', { cause: signal.reason }));
    };
    signal.addEventListener('abort', abort, { once: true });
    try {
        return await Promise.race([work, promise]);
    }
    finally {
        signal.removeEventListener('abort', abort);
    }
}

// EXTERNAL MODULE: ./src/mailbox-result.ts
var mailbox_result = __webpack_require__(43257);
// EXTERNAL MODULE: ./src/reports/definition.ts
var definition = __webpack_require__(54530);
// EXTERNAL MODULE: ./src/reports/row.ts
var row = __webpack_require__(83199);
// EXTERNAL MODULE: ./src/text/numbers.ts
var numbers = __webpack_require__(92613);
;// CONCATENATED MODULE: ./src/history/compare.ts


/** `ignore`: columns that the report's definition leaves out. */
function matchColumns(before, after, ignore = []) {
    const own = (name) => !OTHER_COLUMNS.has(name);
    const columns = after
        .filter((name) => own(name) && before.includes(name))
        .map((name) => ({
        name,
        before: before.indexOf(name),
        after: after.indexOf(name),
        ignored: ignore.includes(name),
    }));
    const missing = [
        ...after.filter((name) => own(name) && !before.includes(name)),
        ...before.filter((name) => own(name) && !after.includes(name)),
    ];
    return { columns, missing };
}
/** Columns about the mailbox and the policy, which are not the report's. */
const OTHER_COLUMNS = new Set([definition/* MAILBOX_COLUMN */.aN, ...definition/* STATUS_COLUMNS */.bq, ...definition/* VERDICT_COLUMNS */.aZ]);
/** Reports write it into a cell that they derive from properties that the service does not show. */
const UNKNOWN = 'inconclusive';
/**
 * The differences of one mailbox in one report, in the order of the rows now, then of the removed ones. Both runs must have
 * read the mailbox.
 */
function compareRows(shape, mailbox, before, after) {
    const { key, manyRows, delimiter } = shape;
    const changes = [];
    if (!manyRows) {
        const [earlier] = before;
        const [row] = after;
        if (earlier !== undefined && row !== undefined)
            addChanged(changes, shape, { mailbox, item: '' }, earlier, row);
        return changes;
    }
    if (key === undefined)
        return changes;
    const unmatched = byItem(shape, before, key);
    for (const row of after) {
        const item = (0,csv/* readBackText */.Zm)(row.cells[key.after] ?? null, delimiter);
        const earlier = unmatched.get(item)?.shift();
        if (earlier !== undefined)
            addChanged(changes, shape, { mailbox, item }, earlier, row);
        else {
            const whole = rowText(shape, (column) => row.cells[column.after] ?? null);
            changes.push({ kind: 'added', report: shape.report, mailbox, item, column: '', before: null, after: whole });
        }
    }
    for (const [item, rows] of unmatched) {
        for (const cells of rows) {
            const whole = rowText(shape, (column) => cells[column.before] ?? '');
            changes.push({ kind: 'removed', report: shape.report, mailbox, item, column: '', before: whole, after: null });
        }
    }
    return changes;
}
/** Rows by their first cell, each kind in its order. A blank row stands for a mailbox without items. */
function byItem({ columns }, rows, key) {
    const items = new Map();
    for (const cells of rows) {
        if (columns.every(({ before }) => (cells[before] ?? '') === ''))
            continue;
        const item = cells[key.before] ?? '';
        const same = items.get(item);
        if (same === undefined)
            items.set(item, [cells]);
        else
            same.push(cells);
    }
    return items;
}
function addChanged(changes, { report, columns, delimiter }, { mailbox, item }, earlier, { cells, incomplete }) {
    for (const { name, before, after, ignored } of columns) {
        const was = earlier[before] ?? '';
        const is = cells[after] ?? null;
        if (ignored || isText(was, is, delimiter) || was === UNKNOWN || is === UNKNOWN || incomplete?.has(after) === true)
            continue;
        changes.push({ kind: 'changed', report, mailbox, item, column: name, before: was, after: is });
    }
}
/** Whether a cell reads back from a CSV with this delimiter as the text. */
function isText(text, cell, delimiter) {
    return cell === text || (cell === null ? text === '' : (0,csv/* readBackText */.Zm)(cell, delimiter) === text);
}
/** The cells of an added or removed row: `Role: editor; Inherited: false`. The first cell is the item. */
function rowText({ columns, key, delimiter }, cell) {
    return columns
        .filter((column) => column !== key && !column.ignored)
        .map((column) => ({ name: column.name, text: (0,csv/* readBackText */.Zm)(cell(column), delimiter) }))
        .filter(({ text }) => text !== '')
        .map(({ name, text }) => `${name}: ${text}`)
        .join('; ');
}

;// CONCATENATED MODULE: ./src/history/earlier-violations.ts


const DAY = /^\d{4}-\d{2}-\d{2}$/;
/** The violations of an earlier report, by mailbox. */
class EarlierViolations {
    #table;
    #columns;
    #day;
    /** `day`: that of the earlier run, for violations without `Since`. */
    constructor(table, day) {
        const at = (column) => table.columns.indexOf(column);
        this.#table = table;
        this.#day = day;
        this.#columns = {
            rule: at('Rule'),
            item: at('Item'),
            column: at('Column'),
            found: at('Found'),
            verdict: at('Verdict'),
            since: at('Since'),
        };
    }
    /** Undefined if the mailbox had none. */
    of(mailbox) {
        const rows = this.#table.rowsOf(mailbox);
        if (rows === undefined)
            return undefined;
        const { rule, item, column, found, verdict, since } = this.#columns;
        return new UnmatchedViolations(rows
            .filter((cells) => cells[verdict] !== 'inconclusive')
            .map((cells) => {
            const text = (at) => cells[at] ?? '';
            return {
                rule: text(rule),
                item: text(item),
                column: text(column),
                found: text(found),
                exempt: text(verdict) === 'exempt',
                since: DAY.test(text(since)) ? text(since) : this.#day,
            };
        }), this.#table.delimiter);
    }
}
/**
 * The earlier violations of a mailbox that this run has not found again. A violation is the same if rule, item and column
 * are; several of them are matched in their order.
 */
class UnmatchedViolations {
    #violations = new Map();
    #delimiter;
    constructor(violations, delimiter) {
        this.#delimiter = delimiter;
        for (const violation of violations) {
            const key = earlier_violations_keyOf(violation.rule, violation.item, violation.column);
            const same = this.#violations.get(key);
            if (same === undefined)
                this.#violations.set(key, [violation]);
            else
                same.push(violation);
        }
    }
    /** Matches a finding, each violation once. Undefined if the earlier run did not find it. */
    take({ rule, item, column, found, verdict }) {
        const earlier = this.#violations.get(earlier_violations_keyOf(rule.id, (0,csv/* readBackText */.Zm)(item, this.#delimiter), column))?.shift();
        if (earlier === undefined)
            return undefined;
        // An exemption that no longer applies makes a new violation, first found earlier.
        if (earlier.exempt && verdict !== 'exempt')
            return { novelty: 'new', since: earlier.since, found: earlier.found };
        const novelty = isText(earlier.found, found, this.#delimiter) ? 'unchanged' : 'updated';
        return { novelty, since: earlier.since, found: earlier.found };
    }
    /** Violations that are left and were not exempt. */
    left() {
        return [...this.#violations.values()].flat().filter(({ exempt }) => !exempt);
    }
}
function earlier_violations_keyOf(rule, item, column) {
    return JSON.stringify([rule, item, column]);
}

;// CONCATENATED MODULE: ./src/history/stage.ts







/** Compares each mailbox with an earlier report. A mailbox that either run could not read gives no change. */
class Comparison {
    /** Sentences about what cannot be compared. */
    notes;
    #earlier;
    #reports;
    #violations;
    #rules;
    #today;
    /** Mailboxes of the earlier report that this run has, by number. */
    #seen;
    constructor(earlier, { reports, rules, today, earlierDay }) {
        const notes = [];
        const compared = new Map();
        for (const definition of reports) {
            const table = earlier.tables.get(definition.name);
            if (table === undefined) {
                notes.push(`The earlier report has no ${definition.name}.csv, so ${definition.name} is not compared.`);
                continue;
            }
            const { delimiter } = table;
            const names = Object.keys(definition.columns);
            const { columns, missing } = matchColumns(table.columns, names, definition.compare?.ignore);
            if (missing.length > 0)
                notes.push(`Only one of both runs has ${columnsText(missing)} of ${definition.name}.`);
            const key = columns.find(({ name }) => name === names[0]);
            const shape = { report: definition.name, manyRows: definition.rows !== undefined, columns, key, delimiter };
            compared.set(definition.name, { shape, table, status: table.columns.indexOf('Status') });
        }
        if (rules.length > 0 && earlier.violations === undefined) {
            notes.push(`The earlier report has no ${VIOLATIONS_FILE}, so violations are not compared.`);
        }
        this.notes = notes;
        this.#earlier = earlier;
        this.#reports = compared;
        this.#rules = new Map(rules.map((rule) => [rule.id, rule]));
        this.#violations =
            earlier.violations === undefined || rules.length === 0
                ? undefined
                : new EarlierViolations(earlier.violations, earlierDay);
        this.#today = today;
        this.#seen = new Uint8Array(earlier.mailboxes.size);
    }
    /** Whether the earlier run had a policy, and this one has. */
    get comparesViolations() {
        return this.#violations !== undefined;
    }
    /** The stage of the pipeline. Call it once for each mailbox. */
    compare(result) {
        const { address } = result.mailbox;
        const number = this.#earlier.mailboxes.get(address);
        const changes = [];
        if (number === undefined) {
            changes.push({
                kind: 'mailbox-added',
                report: '',
                mailbox: address,
                item: '',
                column: '',
                before: null,
                after: null,
            });
        }
        else {
            this.#seen[number] = 1;
        }
        const bothRead = new Set();
        for (const report of result.reports) {
            if (number === undefined || (0,row/* unreadableRow */.O)(report.rows) !== undefined)
                continue;
            const compared = this.#reports.get(report.definition.name);
            const before = compared?.table.rowsOf(number);
            if (compared === undefined || before === undefined)
                continue;
            if (before.some((cells) => cells[compared.status] !== 'ok'))
                continue;
            bothRead.add(report.definition.name);
            const rows = report.rows.filter(({ content }) => !compared.shape.manyRows || content === 'item');
            changes.push(...compareRows(compared.shape, address, before, rows));
        }
        if (this.#violations === undefined) {
            return { ...result, reports: withSince(result, this.#today), changes };
        }
        const known = number === undefined ? undefined : this.#violations.of(number);
        const reports = result.reports.map((report) => {
            const { verdict, definition } = report;
            if (verdict === undefined)
                return report;
            const isComparable = number === undefined || bothRead.has(definition.name);
            return {
                ...report,
                verdict: mapFindings(verdict, (finding) => {
                    if (finding.verdict === 'inconclusive')
                        return finding;
                    const earlier = known?.take(finding);
                    const novelty = earlier?.novelty ?? (isComparable ? 'new' : undefined);
                    const since = earlier === undefined ? this.#today : earlier.since;
                    const compared = { ...finding, novelty, since };
                    if (novelty === 'new' && isViolation(finding))
                        changes.push(newViolation(compared, earlier?.found ?? null));
                    return compared;
                }),
            };
        });
        for (const left of known?.left() ?? []) {
            const rule = this.#rules.get(left.rule);
            if (rule === undefined || !bothRead.has(rule.report) || isDoubtful(result, rule))
                continue;
            changes.push({
                kind: 'resolved',
                report: rule.report,
                mailbox: address,
                item: left.item,
                column: left.column,
                before: left.found,
                after: null,
                rule,
            });
        }
        return { ...result, reports, changes };
    }
    /** The mailboxes that this run's list no longer has, in the order of the earlier report. Call it after the last mailbox. */
    *removed() {
        for (const number of this.#earlier.mailboxes.numbers()) {
            if (this.#seen[number] === 1)
                continue;
            const mailbox = this.#addressOf(number);
            // A mailbox that is only in the violations was in no report.
            if (mailbox === undefined)
                continue;
            yield { kind: 'mailbox-removed', report: '', mailbox, item: '', column: '', before: null, after: null };
        }
    }
    close() {
        this.#earlier.close();
    }
    /** As the earlier list has it. */
    #addressOf(number) {
        for (const table of this.#earlier.tables.values()) {
            const [row] = table.rowsOf(number) ?? [];
            if (row !== undefined)
                return row[table.columns.indexOf(definition/* MAILBOX_COLUMN */.aN)];
        }
        return undefined;
    }
}
/** The stage of a run that has no earlier one: all violations are found for the first time. */
function firstRunStage(today) {
    return (result) => ({ ...result, reports: withSince(result, today) });
}
function withSince({ reports }, since) {
    return reports.map((report) => report.verdict === undefined
        ? report
        : {
            ...report,
            verdict: mapFindings(report.verdict, (finding) => finding.verdict === 'inconclusive' ? finding : { ...finding, since }),
        });
}
function mapFindings(verdict, map) {
    if (verdict.rules.every(({ findings }) => findings.length === 0))
        return verdict;
    return { ...verdict, rules: verdict.rules.map((rule) => ({ ...rule, findings: rule.findings.map(map) })) };
}
/** Whether a finding is of a rule that the mailbox violates without an exemption. */
function isViolation({ verdict }) {
    return verdict === 'fail' || verdict === 'warn';
}
function newViolation({ rule, mailbox, item, column, found }, before) {
    const { address } = mailbox;
    return { kind: 'new-violation', report: rule.report, mailbox: address, item, column, before, after: found, rule };
}
/** Whether the rule is inconclusive for a row: the violation may be there still. */
function isDoubtful(result, rule) {
    return (0,mailbox_result/* findingsOf */.W)(result).some((finding) => finding.rule === rule && finding.verdict === 'inconclusive');
}
function columnsText(names) {
    return `the ${names.length === 1 ? 'column' : 'columns'} ${(0,numbers/* listed */.KE)(names, 'and')}`;
}

// EXTERNAL MODULE: ./src/output/comparison-text.ts
var comparison_text = __webpack_require__(93638);
// EXTERNAL MODULE: ./src/output/output-directory.ts
var output_directory = __webpack_require__(10414);
;// CONCATENATED MODULE: ./src/steps/compare.ts











/** A run must not wait longer for something that it can do without. */
const MAX_SEARCH_MS = 180_000;
/**
 * Finds and opens the earlier report that the input `compare` asks for. Rejects with the UserError `COMPARE_UNAVAILABLE` if
 * the input requires a report and there is none.
 */
async function openComparison(context) {
    const { inputs, reports, policy, started, env } = context;
    const { compare } = inputs;
    if (compare.kind === 'off')
        return { stage: undefined, summary: undefined, found: undefined, close: () => Promise.resolve() };
    const temp = (0,output_directory/* makeTempFolder */.Pd)(env.RUNNER_TEMP ?? (0,external_node_os_.tmpdir)(), 'mailbox-report-earlier-');
    const close = () => (0,output_directory/* removeTemp */.DO)(temp);
    try {
        const found = await find(context, temp);
        const isRequired = compare.kind === 'required' || compare.kind === 'path';
        if (found.kind !== 'found') {
            if (isRequired)
                throw unavailableError(found.reason, compare.kind);
            const stage = found.kind === 'none' && policy !== undefined ? firstRunStage(dayOf(started)) : undefined;
            return { stage, summary: undefined, found, close };
        }
        const { source, report } = found;
        const ageMs = source.kind === 'run' ? started - source.started.getTime() : undefined;
        const comparison = new Comparison(report, {
            reports,
            rules: policy?.rules ?? [],
            today: dayOf(started),
            earlierDay: source.kind === 'run' ? dayOf(source.started.getTime()) : undefined,
        });
        return {
            stage: (result) => comparison.compare(result),
            summary: {
                source,
                ageMs,
                tally: new ComparisonTally(),
                comparesViolations: comparison.comparesViolations,
                notes: comparison.notes,
                removed: () => comparison.removed(),
            },
            found,
            close: async () => {
                comparison.close();
                await close();
            },
        };
    }
    catch (error) {
        await close();
        throw error;
    }
}
function find(context, temp) {
    const { inputs, reports, env, signal, loadArtifactClient: loadClient } = context;
    const { compare, artifactName, githubToken: token } = inputs;
    const names = reports.map(({ name }) => name);
    if (compare.kind !== 'path') {
        const limited = AbortSignal.any([signal, AbortSignal.timeout(MAX_SEARCH_MS)]);
        return findEarlierReport({ env, token, artifactName, signal: limited, loadClient, temp, reports: names });
    }
    const place = external_node_path_default().resolve((0,src_context/* workspaceOf */.B)(env), compare.path);
    return openReportAt(place, { shown: compare.path, temp, reports: names });
}
/** Counts the mailboxes that the list no longer has, logs what differs, and sets the outputs. */
function concludeComparison({ core }, { found, summary }) {
    if (summary === undefined) {
        if (found !== undefined && found.kind !== 'found')
            logMissing(core, found);
        return;
    }
    const { tally, source, comparesViolations, notes } = summary;
    for (const change of summary.removed())
        tally.add({ changes: [change] });
    (0,outputs/* setOutputs */.n0)(core, {
        ...(comparesViolations
            ? { 'new-violation-count': tally.newViolationCount, 'resolved-count': tally.resolvedCount }
            : {}),
        'change-count': tally.changeCount,
        ...(source.kind === 'run' ? { 'compared-run-url': source.url } : {}),
    });
    core.info((0,log/* logText */.kc)(`Compared with ${(0,comparison_text/* sourceText */.rI)(source)}${(0,comparison_text/* ageText */.XG)(summary)}: ${(0,comparison_text/* differenceText */.Lr)(summary)}`));
    for (const note of notes)
        core.info((0,log/* logText */.kc)(note));
}
function logMissing(core, found) {
    const message = (0,log/* logText */.kc)(`Not compared: ${found.reason}`);
    if (found.kind === 'unavailable' && found.cause === 'permission')
        core.notice(message, { title: 'Not compared' });
    else
        core.info(message);
}
function unavailableError(reason, kind) {
    return new errors/* UserError */.yo('COMPARE_UNAVAILABLE', `This run cannot be compared with an earlier report. ${reason}`, {
        hint: kind === 'path'
            ? 'Set "compare" to the folder or zip of an earlier report, with its CSVs, or to "auto".'
            : 'Set "compare" to "auto" to report without a comparison, for example in the first run.',
    });
}
/** The day in UTC: `2027-01-31`. */
function dayOf(time) {
    return new Date(time).toISOString().slice(0, 10);
}

// EXTERNAL MODULE: ./src/steps/conclude.ts
var conclude = __webpack_require__(25886);
// EXTERNAL MODULE: ./src/steps/read.ts + 10 modules
var read = __webpack_require__(49347);
// EXTERNAL MODULE: ./src/mailboxes/shard.ts
var mailboxes_shard = __webpack_require__(74492);
// EXTERNAL MODULE: ./src/output/annotations.ts
var annotations = __webpack_require__(3151);
// EXTERNAL MODULE: ./src/shards/header.ts
var shards_header = __webpack_require__(34636);
// EXTERNAL MODULE: ./src/shards/lines.ts
var lines = __webpack_require__(34114);
// EXTERNAL MODULE: ./src/output/text-file.ts
var text_file = __webpack_require__(50221);
;// CONCATENATED MODULE: ./src/output/shard-file.ts






/** Characters that are collected before they are compressed. */
const CHUNK = 64 * 1024;
/**
 * The file of a shard: lines of JSON, compressed by gzip. A header, the whole list, the shard's mailboxes with their rows, and
 * a last line without which the file is incomplete.
 */
class ShardFile {
    path;
    #gzip = (0,external_node_zlib_.createGzip)();
    #stream;
    #written;
    #position;
    #text = '';
    #failure;
    /** Creates the file. Throws the UserError `OUTPUT_UNWRITABLE`. `start`: the position of the shard's first mailbox. */
    constructor(file, start) {
        this.path = file;
        this.#position = start;
        this.#stream = (0,text_file/* createFile */.x3)(file);
        this.#written = (0,external_node_stream_promises_.finished)(this.#gzip.pipe(this.#stream));
        const fail = (error) => {
            this.#failure ??= (0,output_directory/* outputError */.cw)(file, error);
            // Ends a wait for room.
            this.#gzip.destroy();
        };
        this.#stream.on('error', fail);
        this.#written.catch(fail);
    }
    /** Writes what precedes the mailboxes. `list`: the whole list. Rejects as `add` does. */
    async start(header, list) {
        await this.#write(`${(0,shards_header/* headerLine */.iH)(header)}\n`);
        for (const line of (0,shards_header/* listLines */.i4)(list)) {
            const written = this.#write(`${line}\n`);
            if (written !== undefined)
                await written;
        }
    }
    /** Throws, or rejects with, the UserError `OUTPUT_UNWRITABLE`. */
    add(result) {
        return this.#write((0,lines/* mailboxLines */.gY)(this.#position++, result));
    }
    /** Completes the file. Rejects with the UserError `OUTPUT_UNWRITABLE`. */
    async finish(end) {
        this.#throwFailure();
        this.#gzip.end(this.#text + (0,lines/* endLine */.Sk)(end));
        this.#text = '';
        try {
            await this.#written;
        }
        catch (error) {
            throw this.#failure ?? (0,output_directory/* outputError */.cw)(this.path, error);
        }
    }
    /** Releases the file of a run that failed. A completed file stays as it is. */
    discard() {
        this.#gzip.destroy();
        this.#stream.destroy();
    }
    #write(text) {
        this.#throwFailure();
        this.#text += text;
        if (this.#text.length < CHUNK)
            return;
        const room = this.#gzip.write(this.#text);
        this.#text = '';
        if (!room)
            return this.#drained();
    }
    async #drained() {
        await new Promise((resolve) => {
            const settle = () => {
                this.#gzip.off('drain', settle).off('close', settle);
                resolve();
            };
            this.#gzip.on('drain', settle).on('close', settle);
        });
        this.#throwFailure();
    }
    #throwFailure() {
        if (this.#failure !== undefined)
            throw this.#failure;
    }
}

// EXTERNAL MODULE: ./src/output/summary/markdown.ts
var markdown = __webpack_require__(72777);
;// CONCATENATED MODULE: ./src/output/summary/shard.ts


/** The job summary of a shard in GitHub's Markdown. It names no mailbox: the merge action's does. */
function shardSummary({ shard: { number, of }, result: { result, reason }, tally, }) {
    const causes = tally.causes.map((status) => `${(0,numbers/* count */.U9)(tally.unreadableBy(status))} ${status}`).join(', ');
    return [
        `## Mailbox Report: shard ${number} of ${of}${result === 'pass' ? '' : `, ${result}`}\n\n`,
        reason === undefined ? '' : `**${(0,markdown/* markdownText */.p7)(reason.message)}**\n\n${(0,markdown/* markdownText */.p7)(reason.hint)}\n\n`,
        `${(0,numbers/* count */.U9)(tally.read)} of ${(0,numbers/* counted */.hS)(tally.total, 'mailbox', 'mailboxes')} read`,
        causes === '' ? '' : `; unreadable: ${causes}`,
        '. The merge action reports on all shards.\n',
    ].join('');
}

// EXTERNAL MODULE: ./src/output/summary/summary.ts + 4 modules
var summary = __webpack_require__(46531);
;// CONCATENATED MODULE: ./src/steps/shard.ts

















/**
 * Reads a shard, uploads its rows for the merge action and returns the result. It neither judges nor compares: the result is
 * `pass`, also with unreadable mailboxes, `incomplete` after a cancelled run, or `error`.
 */
async function runShard(context, reading) {
    const { core, env, inputs, reports, started, cloud } = context;
    const { shard, list, reader, limiter, certificate } = reading;
    const { start, end } = (0,mailboxes_shard/* shardRange */.uk)(list.length, shard);
    const name = (0,mailboxes_shard/* shardArtifactName */.u9)(inputs.artifactName ?? '', shard);
    const folder = await (0,output_directory/* openOutputDirectory */.R9)(inputs.outputDirectory, env);
    (0,outputs/* setOutputs */.n0)(core, { 'mailbox-count': end - start, 'output-directory': folder });
    const file = new ShardFile(external_node_path_default().join(folder, name), start);
    try {
        const totals = await (0,log/* logGroup */.QT)(core, 'Read the mailboxes', async () => {
            core.info(`Shard ${shard.number} of ${shard.of}: mailboxes ${(0,numbers/* count */.U9)(start + 1)} to ${(0,numbers/* count */.U9)(end)} of the list`);
            const run = (0,shards_header/* shardRun */.iI)(list, { of: shard.of, reports, cloud });
            const attempt = Number(env.GITHUB_RUN_ATTEMPT ?? 1);
            await file.start({ number: shard.number, run, started: new Date(started).toISOString(), attempt, certificate }, list);
            return (0,pipeline/* runPipeline */.a)({
                source: (0,progress/* logProgress */.sc)(context, { reader, waits: () => limiter.throttling.waits, total: end - start }),
                reports,
                stages: [],
                totals: new output_totals/* Totals */.s(reports, undefined, started),
                sinks: [file],
            });
        });
        const { read, unreadable, total } = totals.mailboxes;
        const durationMs = context.now() - started;
        (0,outputs/* setOutputs */.n0)(core, { 'read-count': read, 'unreadable-count': unreadable });
        core.info((0,log/* logText */.kc)(`Read ${(0,numbers/* count */.U9)(read)} of ${(0,numbers/* counted */.hS)(total, 'mailbox', 'mailboxes')} in ${(0,numbers/* duration */.p0)(durationMs)}`));
        const { stoppedBy } = reader;
        const { throttling } = limiter;
        const result = await uploadShard(context, { name, folder, place: file.path }, 
        // The merge action judges how many may be unreadable.
        (0,src_result/* resultOf */.Bg)(totals.counts, { maxUnreadable: { kind: 'percent', most: 100 }, failOn: 'never' }, stoppedBy), () => file.finish({ throttling, warnings: context.warnings, stoppedBy }));
        (0,outputs/* setOutputs */.n0)(core, { result: result.result });
        if (inputs.summary !== 'none') {
            await (0,summary/* writeStepSummary */.oG)(core, env, shardSummary({ shard, result, tally: totals.mailboxes }));
        }
        if (result.fails)
            (0,annotations/* annotateError */.TF)(core, result.reason);
        core.info((0,log/* logText */.kc)(`Result: ${result.result}${result.reason === undefined ? '' : `. ${result.reason.message}`}`));
        return result;
    }
    finally {
        file.discard();
    }
}
/** Completes and uploads the file of a shard. Returns the result, which is `error` if that is not possible. */
function uploadShard(context, { name, folder, place }, result, finish) {
    return (0,log/* logGroup */.QT)(context.core, `Upload the artifact ${name}`, async () => {
        try {
            await finish();
            const files = { name, files: [place], rootDirectory: folder, place, unzipped: true };
            (0,outputs/* setOutputs */.n0)(context.core, (0,outputs/* artifactOutputs */.Fz)(await (0,deliver/* uploadArtifact */.mz)(context, files)));
            return result;
        }
        catch (error) {
            if (!(error instanceof errors/* UserError */.yo))
                throw error;
            return (0,src_result/* errorResult */.WG)(error);
        }
    });
}

// EXTERNAL MODULE: ./src/steps/sign-in.ts + 11 modules
var sign_in = __webpack_require__(85848);
// EXTERNAL MODULE: ./src/reports/query.ts + 2 modules
var query = __webpack_require__(30481);
// EXTERNAL MODULE: external "node:crypto"
var external_node_crypto_ = __webpack_require__(77598);
// EXTERNAL MODULE: external "node:util"
var external_node_util_ = __webpack_require__(57975);
// EXTERNAL MODULE: ./node_modules/undici/index.js
var undici = __webpack_require__(46752);
// EXTERNAL MODULE: ./src/auth/access-token.ts
var access_token = __webpack_require__(68894);
// EXTERNAL MODULE: ./src/auth/redact.ts
var redact = __webpack_require__(95353);
// EXTERNAL MODULE: ./src/http/headers.ts
var http_headers = __webpack_require__(59718);
;// CONCATENATED MODULE: ./src/exchange/command.ts

/** The body of a request that runs a command. */
function commandBody({ cmdlet, parameters }) {
    return { CmdletInput: { CmdletName: cmdlet, Parameters: parameters } };
}
/** `?$select=A,B`: the query of a request. */
function selectQuery({ select }) {
    return `?$select=${select.map(encodeURIComponent).join(',')}`;
}
/**
 * The selected properties of an object of an answer, in the spelling of `select`: the service answers in its own, and may
 * add properties and annotations. A property that the service leaves out is left out here too: it is unknown, not false.
 */
function selectedProperties(item, select) {
    const found = {};
    let folded;
    for (const name of select) {
        if (Object.hasOwn(item, name))
            found[name] = item[name] ?? null;
        else {
            folded ??= new Map(Object.entries(item).map(([key, value]) => [key.toLowerCase(), value]));
            const value = folded.get(name.toLowerCase());
            if (value !== undefined)
                found[name] = value;
        }
    }
    return found;
}
/** The objects of an answer. Throws if the answer has another shape, which must not look like an answer without objects. */
function objectsOf(body) {
    const { value } = body;
    if (!Array.isArray(value) || !value.every(src_json/* isObject */.Gv))
        throw new TypeError('The answer has no list of objects "value"');
    return value;
}

;// CONCATENATED MODULE: ./src/exchange/pagination.ts

/** A link to a next page that must not be requested. */
class LinkError extends Error {
    name = 'LinkError';
}
/** The property of a page that links to the next one. */
const NEXT_LINK = '@odata.nextLink';
/** The link to the next page of a listing; undefined after the last page. Throws if there is a link that is no text. */
function nextLink(page) {
    const link = (0,src_json/* property */.MZ)(page, NEXT_LINK);
    if (link === undefined || link === null)
        return undefined;
    if (typeof link !== 'string' || link === '')
        throw new TypeError('The link to the next page is no text');
    return link;
}
/**
 * Where the link to a next page leads: the admin API of the tenant, at the configured host or at one of its regions. Throws
 * for any other link, since the token is sent along. The link is used as it is: its skip token is opaque.
 *
 * @param base the configured URL
 * @param root path of the tenant's admin API
 */
function linkTarget(link, base, root) {
    const url = URL.parse(link);
    if (url === null)
        throw new LinkError('The link to the next page is no URL');
    const isKnown = url.host === base.host || url.host.endsWith(`.${base.host}`);
    if (!isKnown || url.protocol !== base.protocol || url.username !== '' || url.password !== '') {
        throw new LinkError(`The link to the next page leads to another host, ${url.host}`);
    }
    // A server resolves `..`, so the resolved path counts. The service may spell the GUID of the tenant in another case.
    if (!url.pathname.toLowerCase().startsWith(`${root.toLowerCase()}/`)) {
        throw new LinkError('The link to the next page leads out of the admin API of the tenant');
    }
    return { origin: url.origin, path: /^[a-z]+:\/\/[^/?#]+([^#]*)/i.exec(link)?.[1] ?? '' };
}
/** The warning of a page that is not the last although it has no link. */
function isCutShort(page) {
    const warnings = (0,src_json/* property */.MZ)(page, '@adminapi.warnings');
    return (Array.isArray(warnings) && warnings.some((text) => typeof text === 'string' && /more results available/i.test(text)));
}

;// CONCATENATED MODULE: ./src/exchange/client.ts










/** The most objects of a page. Everybody assumes this limit, and it is the default of Microsoft's module. */
const PAGE_SIZE = 1000;
/** The mailbox of the organization. All pages of a listing must be requested with the same anchor. */
const ANCHOR = 'SystemMailbox{bb558c35-97f1-4cb9-8ff7-d53741dc928c}';
const GUID = /^[0-9a-f]{8}-(?:[0-9a-f]{4}-){3}[0-9a-f]{12}$/i;
const MAX_BYTES = 256 * 1024 * 1024;
const unzip = (0,external_node_util_.promisify)(external_node_zlib_.gunzip);
/**
 * Sends commands to Exchange Online's admin API, the service behind Microsoft's PowerShell module. If Exchange rejects the
 * token, sends a request once more with a new one. A redirect to a regional host is followed by the first label of its
 * name only, so that the token stays within the domain that it was issued for. Methods reject if no complete response
 * arrives (reset, time-out, abort), and with the token's UserError.
 */
class ExchangeClient {
    #options;
    #connectionId = (0,external_node_crypto_.randomUUID)();
    #redactor = new redact/* Redactor */.pO();
    /** Of the configured URL, or of the region that it has redirected to. */
    #origin;
    #base;
    #tenant;
    constructor(options) {
        this.#options = options;
        this.#base = new URL(options.exchangeUrl);
        this.#origin = this.#base;
    }
    /**
     * Runs a command, or requests its next page: the same request to the page's link. Throws an Error if the link leads to
     * another service.
     */
    invoke(command, link) {
        return this.#request(async () => {
            const root = await this.#root();
            return {
                method: 'POST',
                ...(link === undefined
                    ? { path: `${root}/InvokeCommand${selectQuery(command)}` }
                    : linkTarget(link, this.#base, root)),
                headers: {
                    ...(await this.#anchor()),
                    prefer: `odata.maxpagesize=${PAGE_SIZE}`,
                    'x-cmdletname': command.cmdlet,
                },
                body: JSON.stringify(commandBody(command)),
            };
        });
    }
    /** Runs commands in one request. The ids of the responses are the positions, from 0. */
    batch(commands) {
        return this.#request(async () => {
            const root = await this.#root();
            const anchor = await this.#anchor();
            const requests = commands.map((command, at) => ({
                id: String(at),
                method: 'POST',
                url: `${this.#origin.origin}${root}/InvokeCommand${selectQuery(command)}`,
                headers: {
                    ...anchor,
                    'X-CmdletName': command.cmdlet,
                    Prefer: `odata.maxpagesize=${PAGE_SIZE}`,
                    Accept: 'application/json',
                    'Content-Type': 'application/json',
                },
                body: commandBody(command),
            }));
            return {
                method: 'POST',
                path: `${root}/$batch`,
                headers: { ...anchor, prefer: `odata.maxpagesize=${PAGE_SIZE};odata.continue-on-error` },
                body: JSON.stringify({ requests }),
            };
        });
    }
    /** The answer that lists the cmdlets that this token may run. */
    exportedCmdlets() {
        return this.#request(async () => ({
            method: 'GET',
            path: `${(await this.#root()).replace('/beta/', '/v1.0/')}/EXOModuleFile?Version=3.9.2`,
            headers: { ...(await this.#anchor()), commandname: '*' },
        }));
    }
    async #root() {
        return `${this.#base.pathname.replace(/\/$/, '')}/adminapi/beta/${await this.#tenantName()}`;
    }
    async #anchor() {
        return { 'X-AnchorMailbox': `APP:${ANCHOR}@${await this.#tenantName()}` };
    }
    async #tenantName() {
        if (this.#tenant === undefined) {
            const { tid } = (0,access_token/* unverifiedClaims */.Zt)((await this.#options.tokens.get()).value) ?? {};
            this.#tenant = typeof tid === 'string' && GUID.test(tid) ? tid : this.#options.tenantId;
        }
        return this.#tenant;
    }
    async #request(build) {
        const { tokens } = this.#options;
        const token = await tokens.get();
        const response = await this.#followed(build, token);
        if (response.status !== 401)
            return response;
        const claims = (0,access_token/* claimsChallenge */.NS)((0,http_headers/* firstValue */.K)(response.headers['www-authenticate']));
        return this.#followed(build, await tokens.renew(token, claims));
    }
    /** Sends a request, and again to the region that the first response names. */
    async #followed(build, token) {
        const response = await this.#send(await build(), token);
        if (response.status < 300 || response.status > 399)
            return response;
        const region = this.#regionOf((0,http_headers/* firstValue */.K)(response.headers.location));
        if (region === undefined)
            return response;
        this.#origin = region;
        return this.#send({ ...(await build()), origin: region.origin }, token);
    }
    /** `https://eurprd01.outlook.office365.com`: the label of a redirect's host, below the configured host. */
    #regionOf(location) {
        const host = location === undefined ? undefined : URL.parse(location, this.#origin.href)?.hostname;
        const [label = ''] = host?.split('.') ?? [];
        if (!/^[a-z0-9](?:[a-z0-9-]{0,61}[a-z0-9])?$/i.test(label))
            return undefined;
        if (host === this.#base.hostname)
            return this.#base;
        return URL.parse(`${this.#base.protocol}//${label}.${this.#base.host}`) ?? undefined;
    }
    async #send({ method, origin = this.#origin.origin, path, headers, body }, token) {
        const { dispatcher, signal } = this.#options;
        const clientRequestId = (0,external_node_crypto_.randomUUID)();
        this.#redactor.add(token.value);
        const response = await (0,undici/* request */.Em)(`${origin}${path}`, {
            dispatcher,
            signal,
            method,
            headers: {
                authorization: `Bearer ${token.value}`,
                ...(body === undefined ? {} : { 'content-type': 'application/json; charset=utf-8' }),
                accept: 'application/json',
                'accept-encoding': 'gzip',
                'client-request-id': clientRequestId,
                'connection-id': this.#connectionId,
                ...headers,
            },
            body: body ?? null,
        });
        const bytes = Buffer.from(await response.body.arrayBuffer());
        // A gateway may echo the request, and many people read rows and errors.
        const sent = await decoded(bytes, (0,http_headers/* firstValue */.K)(response.headers['content-encoding']));
        const text = this.#redactor.redact(sent);
        return {
            status: response.statusCode,
            headers: this.#redactor.redactHeaders(response.headers),
            json: withOwnLink((0,src_json/* jsonOrUndefined */._D)(text), text === sent ? undefined : (0,src_json/* jsonOrUndefined */._D)(sent)),
            text,
            clientRequestId,
        };
    }
}
/**
 * A redacted answer with its original link: a skip token may name the tenant in base64, as the access token does, and would
 * be damaged. `original`: undefined if nothing was redacted.
 */
function withOwnLink(redacted, original) {
    const link = (0,src_json/* property */.MZ)(original, NEXT_LINK);
    return link === undefined || !(0,src_json/* isObject */.Gv)(redacted) ? redacted : { ...redacted, [NEXT_LINK]: link };
}
/** The text of a body; '' if it is not what its header says, as with 403, which declares NUL characters as gzip. */
async function decoded(bytes, encoding) {
    if (encoding?.toLowerCase() !== 'gzip')
        return bytes.toString('utf8');
    try {
        return (await unzip(bytes, { maxOutputLength: MAX_BYTES })).toString('utf8');
    }
    catch {
        return '';
    }
}

;// CONCATENATED MODULE: ./src/exchange/batch-size.ts
/** Commands in one request. Microsoft's module sends ten; the limit is not documented. */
const BATCH_SIZE = 10;

;// CONCATENATED MODULE: ./src/exchange/denied.ts

/** https://learn.microsoft.com/powershell/exchange/app-only-auth-powershell-v2 */
const EXCHANGE_APP = '00000002-0000-0ff1-ce00-000000000000';
const APP_ROLE_ID = 'dc50a0fb-09a3-484d-be87-e023b12c6440';
/** The application permission without which Exchange Online refuses every request. */
const APP_ROLE = 'Exchange.ManageAsApp';
/** Cmdlets about the organization rather than its recipients are in another role of Exchange. */
const CONFIGURATION = /^Get-(?:AcceptedDomain|TransportConfig|OrganizationConfig|RemoteDomain|MailboxAuditBypassAssociation)$/;
/** The role of Exchange that has a cmdlet, narrower than Global Reader. */
function roleOf(cmdlet) {
    return CONFIGURATION.test(cmdlet) ? 'View-Only Configuration' : 'View-Only Recipients';
}
/** The error of an application that lacks one of the two grants, with the commands for both. */
function deniedError(cmdlet, reason, { clientId, roles }) {
    const lacksAppRole = roles !== undefined && !roles.includes(APP_ROLE);
    const lacking = lacksAppRole ? ` The token has no ${APP_ROLE}.` : '';
    return new errors/* UserError */.yo('EXCHANGE_DENIED', `Exchange Online refuses ${cmdlet}: ${reason}.${lacking}`.replace('..', '.'), {
        hint: `${grantHint(cmdlet, clientId)} A new grant needs a new token, and up to two hours to apply.`,
    });
}
/** The two grants, each with its command. */
function grantHint(cmdlet, clientId) {
    const id = /^[\w-]+$/.test(clientId) ? clientId : '<client-id>';
    const role = roleOf(cmdlet);
    return (`The application needs two grants. 1. The application permission ${APP_ROLE} of Office 365 Exchange Online: ` +
        `az ad app permission add --id ${id} --api ${EXCHANGE_APP} --api-permissions ${APP_ROLE_ID}=Role, then ` +
        `az ad app permission admin-consent --id ${id} . 2. A role: Global Reader in Entra ID, or "${role}" in Exchange Online ` +
        `PowerShell: New-ServicePrincipal -AppId ${id} -ObjectId <object ID of the enterprise application> ` +
        `-DisplayName "Mailbox Report", then New-ManagementRoleAssignment -Role "${role}" -App <the same object ID>.`);
}

;// CONCATENATED MODULE: ./src/exchange/listing.ts




/** Pages of a thousand: ten million objects. Links to next pages may never end. */
const listing_MAX_PAGES = 10_000;
/**
 * Lists all objects of a command. Rejects with the UserError `EXCHANGE_DENIED`, or `EXCHANGE_LISTING` if not every page could
 * be read: a part of a listing is never passed off as the whole. If the link to a page expires, the listing begins again,
 * once.
 */
async function list(command, sink, options) {
    if (await listOnce(command, sink, options))
        return;
    sink.restart();
    if (await listOnce(command, sink, options))
        return;
    throw incomplete(command, 'the link to a page has expired twice');
}
/** The objects of a command that returns few. Rejects as `list` does. */
async function objectsOfCommand(command, options) {
    let found = [];
    const sink = {
        add: (items) => {
            found.push(...items);
        },
        restart: () => {
            found = [];
        },
    };
    await list(command, sink, options);
    return found;
}
/** False if the link to a page has expired. */
async function listOnce(command, sink, { requests, grants }) {
    const seen = new Set();
    let link;
    for (let page = 1; page <= listing_MAX_PAGES; page++) {
        const outcome = await requests.run(command, link);
        if (outcome.kind === 'expired' && link !== undefined)
            return false;
        try {
            link = await addPage(command, outcome, sink, grants);
        }
        catch (error) {
            throw error instanceof errors/* UserError */.yo ? error : incomplete(command, (0,errors/* describeError */.Uc)(error), page, error);
        }
        if (link === undefined)
            return true;
        if (seen.has(link))
            throw incomplete(command, 'the link to the next page leads back to a page that was read', page);
        seen.add(link);
    }
    throw incomplete(command, `there are more than ${listing_MAX_PAGES} pages`);
}
/** Adds a page. Returns the link to the next one. */
async function addPage({ cmdlet, select }, outcome, sink, grants) {
    if (outcome.kind === 'denied')
        throw deniedError(cmdlet, outcome.error, await grants());
    if (outcome.kind !== 'read')
        throw new Error(outcome.error);
    const items = objectsOf(outcome.body).map((item) => selectedProperties(item, select));
    // Any property may be missing, but not all of them.
    if (items.some((item) => Object.keys(item).length === 0))
        throw new TypeError('An object has none of the properties');
    const next = nextLink(outcome.body);
    if (next === undefined && isCutShort(outcome.body))
        throw new Error('Exchange has more results and no link to them');
    sink.add(items);
    return next;
}
function incomplete({ cmdlet }, reason, page, cause) {
    const where = page === undefined ? '' : ` at page ${page}`;
    return new errors/* UserError */.yo('EXCHANGE_LISTING', `The listing of ${cmdlet} could not be finished${where}: ${reason}.`, {
        hint: 'Run the workflow again. A part of a listing is not reported, because mailboxes would be missing. If it happens again ' +
            'and Exchange Online is busy, choose another time for the schedule.',
        cause,
    });
}

// EXTERNAL MODULE: ./src/exchange/cmdlets.ts
var cmdlets = __webpack_require__(26407);
;// CONCATENATED MODULE: ./src/exchange/mailbox-keys.ts

/** How an address of the list found its mailbox. A lower number takes precedence. */
const RANKS = { principal: 1, primary: 2, alias: 3 };
/** Finds the positions in a list that an object of Exchange is about. */
class ListPositions {
    #positions = new Map();
    constructor(mailboxes) {
        for (let at = 0; at < mailboxes.length; at++)
            this.#positions.set(mailboxes.at(at).address.toLowerCase(), at);
    }
    /** Adds a mailbox that is not in the list file. */
    add(address, position) {
        this.#positions.set(address.toLowerCase(), position);
    }
    /** By object ID or user principal name, then the primary SMTP address, then any other. */
    matches(item) {
        const found = [];
        const look = (value, rank) => {
            if (typeof value !== 'string' || value === '')
                return;
            const position = this.#positions.get(value.toLowerCase());
            if (position !== undefined)
                found.push({ position, rank });
        };
        look((0,src_json/* property */.MZ)(item, 'ExternalDirectoryObjectId'), RANKS.principal);
        look((0,src_json/* property */.MZ)(item, 'UserPrincipalName'), RANKS.principal);
        look((0,src_json/* property */.MZ)(item, 'PrimarySmtpAddress'), RANKS.primary);
        for (const address of smtpAddresses(item))
            look(address, RANKS.alias);
        return found;
    }
}
/** `EmailAddresses` of the type SMTP, without the type. Others are SIP, X.500 and SharePoint addresses. */
function smtpAddresses(item) {
    const addresses = (0,src_json/* property */.MZ)(item, 'EmailAddresses');
    if (!Array.isArray(addresses))
        return [];
    return addresses.flatMap((address) => typeof address === 'string' ? (/^smtp:\s*(.+)$/i.exec(address)?.[1] ?? []) : []);
}
/**
 * What identifies a mailbox in the objects of every listing: its object ID, its GUID in the directory, and its name, which
 * is unique within a tenant but may change.
 */
function mailboxIds(item) {
    return ['ExternalDirectoryObjectId', 'Guid', 'Identity'].flatMap((name) => {
        const value = (0,src_json/* property */.MZ)(item, name);
        return typeof value === 'string' && value !== ''
            ? [`${name === 'Identity' ? 'name' : 'id'}:${value.toLowerCase()}`]
            : [];
    });
}

;// CONCATENATED MODULE: ./src/exchange/matched-listing.ts


/** Objects that many mailboxes have in common, such as the protocols that are on, are held once. */
const MAX_SHARED = 5_000;
/**
 * Holds the objects of a listing for the mailboxes of the list, as compact texts: some hundred bytes a mailbox, whereas the
 * parsed objects of 100,000 mailboxes would take more than 200 MB.
 */
class MatchedListing {
    #options;
    /** By position. */
    #texts = [];
    #ranks = [];
    /** By the ids of their mailbox: objects that no address of the list finds. */
    #others = new Map();
    #shared = new Map();
    #count = 0;
    constructor(options) {
        this.#options = options;
    }
    /** The number of objects listed. */
    get count() {
        return this.#count;
    }
    restart() {
        this.#texts = [];
        this.#ranks = [];
        this.#others = new Map();
        this.#shared = new Map();
        this.#count = 0;
        this.#options.onRestart?.();
    }
    add(items) {
        const { positions, onUnmatched, many } = this.#options;
        this.#count += items.length;
        for (const item of items) {
            const text = this.#pack(item);
            const matches = many === true ? [] : positions.matches(item);
            for (const { position, rank } of matches) {
                if (rank >= (this.#ranks[position] ?? Infinity))
                    continue;
                this.#texts[position] = text;
                this.#ranks[position] = rank;
            }
            if (matches.length > 0)
                continue;
            if (onUnmatched === undefined)
                this.#addOther(item, text);
            else {
                const position = onUnmatched(item);
                if (position !== undefined)
                    this.#texts[position] = text;
            }
        }
    }
    /** The object of a mailbox; undefined if there is none. `ids`: those of the mailbox, if it is known. */
    at(position, ids = []) {
        const text = this.#texts[position] ?? this.#othersOf(ids);
        return text === undefined ? undefined : this.#unpack(text)[0];
    }
    /** The objects of a mailbox, if it may have several. */
    allOf(ids) {
        const text = this.#othersOf(ids);
        return text === undefined ? [] : this.#unpack(text);
    }
    #othersOf(ids) {
        const id = ids.find((candidate) => this.#others.has(candidate));
        return id === undefined ? undefined : this.#others.get(id);
    }
    #addOther(item, text) {
        const ids = mailboxIds(item);
        // A grant that belongs to an unknown mailbox may be a grant of any.
        if (ids.length === 0 && this.#options.many === true)
            throw new TypeError('An object does not name its mailbox');
        for (const id of ids) {
            const earlier = this.#others.get(id);
            if (earlier === undefined)
                this.#others.set(id, text);
            else if (this.#options.many === true)
                this.#others.set(id, `${earlier}\n${text}`);
        }
    }
    /** An array with a part for each property: a list of its value, or 0 if the service has left it out. */
    #pack(item) {
        const text = JSON.stringify(this.#options.hold.map((name) => (Object.hasOwn(item, name) ? [item[name]] : 0)));
        const earlier = this.#shared.get(text);
        if (earlier !== undefined)
            return earlier;
        if (this.#shared.size < MAX_SHARED)
            this.#shared.set(text, text);
        return text;
    }
    #unpack(text) {
        return text.split('\n').map((line) => {
            const parts = (0,src_json/* parseJson */.qF)(line);
            if (!Array.isArray(parts))
                throw new TypeError('no packed object');
            const item = {};
            for (const [at, name] of this.#options.hold.entries()) {
                const part = parts[at];
                if (Array.isArray(part))
                    item[name] = part[0] ?? null;
            }
            return item;
        });
    }
}

;// CONCATENATED MODULE: ./src/exchange/request.ts
/** What a request lists for the whole tenant. */
function listedRequests(request) {
    return [...(request.perMailbox === true ? [] : [request]), ...Object.values(request.beside ?? {})];
}

;// CONCATENATED MODULE: ./src/exchange/listings.ts





/** The listing that says which mailboxes the tenant has, and by which addresses. */
const DIRECTORY = 'Get-Mailbox';
const IDS = ['ExternalDirectoryObjectId', 'Guid', 'Identity'];
const TYPE = ['RecipientTypeDetails', 'WhenCreated'];
/**
 * The listings that some reports need, each cmdlet once and all side by side: the mailboxes of the tenant, and the objects
 * of other cmdlets about them.
 */
class Listings {
    #options;
    #positions;
    #listed;
    #listings = new Map();
    #organization = new Map();
    #started;
    constructor(options) {
        this.#options = options;
        this.#positions = new ListPositions(options.mailboxes);
        this.#listed = options.reads.flatMap(listedRequests).filter(({ cmdlet }) => (0,cmdlets/* knownCmdlet */.P)(cmdlet).kind === 'listing');
        for (const cmdlet of new Set([DIRECTORY, ...this.#listed.map((request) => request.cmdlet)]))
            this.#listings.set(cmdlet, this.#open(cmdlet));
    }
    /** Resolves when the mailboxes of the tenant are known. Rejects as `list` does. The first call sends the first requests. */
    get directory() {
        return this.#start().directory;
    }
    /** Resolves when everything is listed. */
    get all() {
        return this.#start().all;
    }
    /** The number of objects of each cmdlet. */
    get counts() {
        return [...this.#listings].map(([cmdlet, { count }]) => [cmdlet, count]);
    }
    /** Whether Exchange lists the mailbox at a position of the list. */
    has(position) {
        return this.#mailboxAt(position) !== undefined;
    }
    /** The object of a cmdlet about the mailbox at a position; undefined if there is none. */
    objectAt(cmdlet, position) {
        const mailbox = this.#mailboxAt(position);
        if (cmdlet === DIRECTORY || mailbox === undefined)
            return mailbox;
        return this.#listings.get(cmdlet)?.at(position, mailboxIds(mailbox));
    }
    /** The objects of a cmdlet about the mailbox at a position, if it may have several. */
    objectsAt(cmdlet, position) {
        const mailbox = this.#mailboxAt(position);
        const listing = this.#listings.get(cmdlet);
        if (mailbox !== undefined && listing !== undefined && (0,cmdlets/* knownCmdlet */.P)(cmdlet).many === true) {
            return listing.allOf(mailboxIds(mailbox));
        }
        return [this.objectAt(cmdlet, position) ?? []].flat();
    }
    /** The object of the organization that a report reads. */
    organizationOf({ organization }) {
        return (organization === undefined ? undefined : this.#organization.get(organization.cmdlet)) ?? {};
    }
    #mailboxAt(position) {
        return this.#listings.get(DIRECTORY)?.at(position);
    }
    #open(cmdlet) {
        const { unlisted } = this.#options;
        const wanted = this.#wanted(cmdlet);
        const ids = this.#listed.some((request) => request.cmdlet !== DIRECTORY) ? IDS : [];
        if (cmdlet !== DIRECTORY) {
            const many = (0,cmdlets/* knownCmdlet */.P)(cmdlet).many === true;
            return new MatchedListing({ positions: this.#positions, hold: [...new Set(wanted)], many });
        }
        return new MatchedListing({
            positions: this.#positions,
            hold: [...new Set([...wanted, ...ids])],
            onUnmatched: (item) => {
                const position = unlisted?.add(item);
                if (position !== undefined)
                    this.#positions.add(unlisted?.addressAt(position) ?? '', position);
                return position;
            },
            onRestart: () => unlisted?.restart(),
        });
    }
    #start() {
        if (this.#started !== undefined)
            return this.#started;
        const listings = [...this.#listings].map(([cmdlet, listing]) => [cmdlet, list(this.#command(cmdlet), listing, this.#options)]);
        const directory = Promise.resolve(listings.find(([cmdlet]) => cmdlet === DIRECTORY)?.[1]).then(() => {
            if (this.#options.unlisted !== undefined)
                this.#options.unlisted.isComplete = true;
        });
        const all = Promise.all([directory, ...listings.map(([, listing]) => listing), this.#readOrganization()]).then(() => undefined);
        // Whoever awaits them gets the rejection; the other is not unhandled.
        for (const promise of [directory, all])
            promise.catch(() => undefined);
        this.#started = { directory, all };
        return this.#started;
    }
    #command(cmdlet) {
        const { unlisted } = this.#options;
        const wanted = this.#wanted(cmdlet);
        const also = cmdlet === DIRECTORY && unlisted !== undefined ? TYPE : [];
        const select = [...new Set([...(0,cmdlets/* knownCmdlet */.P)(cmdlet).keys, ...wanted, ...also])];
        return { cmdlet, parameters: { ResultSize: 'Unlimited' }, select };
    }
    /** The properties that reports read of a listing. */
    #wanted(cmdlet) {
        return this.#listed.filter((request) => request.cmdlet === cmdlet).flatMap(({ select }) => select);
    }
    async #readOrganization() {
        const requests = this.#options.reads.flatMap(({ organization }) => organization ?? []);
        for (const { cmdlet, select } of new Map(requests.map((request) => [request.cmdlet, request])).values()) {
            const [object = {}] = await objectsOfCommand({ cmdlet, parameters: {}, select }, this.#options);
            this.#organization.set(cmdlet, object);
        }
    }
}

// EXTERNAL MODULE: external "node:timers/promises"
var external_node_timers_promises_ = __webpack_require__(58500);
;// CONCATENATED MODULE: ./src/exchange/recipients.ts



const SELECT = ['PrimarySmtpAddress', 'ExternalEmailAddress'];
/**
 * The addresses of recipients of the directory by the name that other objects have for them: the external address of a
 * contact, else the primary one. A name that no recipient has, or several, is left out: its address is unknown.
 */
async function resolveRecipients(names, requests) {
    const found = new Map();
    for (let at = 0; at < names.length; at += BATCH_SIZE) {
        const some = names.slice(at, at + BATCH_SIZE);
        const outcomes = await requests.batch(some.map((name) => ({ cmdlet: 'Get-Recipient', parameters: { Identity: name }, select: SELECT })));
        for (const [place, name] of some.entries()) {
            const address = addressIn(outcomes[place]);
            if (address !== undefined)
                found.set(name, address);
        }
    }
    return found;
}
function addressIn(outcome) {
    if (outcome?.kind !== 'read')
        return undefined;
    const recipients = objectsOf(outcome.body);
    if (recipients.length !== 1)
        return undefined;
    for (const name of ['ExternalEmailAddress', 'PrimarySmtpAddress']) {
        const address = (0,src_json/* property */.MZ)(recipients[0], name);
        if (typeof address === 'string' && address !== '')
            return address;
    }
    return undefined;
}

;// CONCATENATED MODULE: ./src/exchange/mailbox-commands.ts







/** Runs cmdlets that need a mailbox for a batch of them, and adds what listings have about each. */
class MailboxCommands {
    #options;
    /** By name; null if a recipient has no known address. */
    #addresses = new Map();
    constructor(options) {
        this.#options = options;
    }
    /**
     * The objects of a request under `value`, and those of `beside` under their names. Positions that a cancelled run did not
     * read are left out. Rejects with the UserError `EXCHANGE_DENIED`, and with the token's.
     *
     * @param positions of at most ten mailboxes that Exchange lists
     */
    async read(request, positions) {
        try {
            const sources = [
                ['value', await this.#run(request, positions)],
                ...(await this.#beside(request, positions)),
            ];
            const resolving = Object.values(request.beside ?? {}).filter(({ resolves }) => resolves !== undefined);
            const recipientAddresses = await this.#addressesOf(resolving, positions);
            return new Map(positions.map((position) => [position, joined(sources, position, { recipientAddresses })]));
        }
        catch (error) {
            if (!this.#options.signal.aborted)
                throw error;
            return new Map();
        }
    }
    async #beside({ beside = {} }, positions) {
        const { listings } = this.#options;
        const sources = [];
        for (const [name, request] of Object.entries(beside)) {
            const found = new Map();
            for (const position of positions) {
                const objects = listings.objectsAt(request.cmdlet, position);
                if (objects.length > 0)
                    found.set(position, objects);
            }
            // A listing may name a mailbox otherwise than that of the mailboxes does: nothing in it does not mean that there is nothing.
            const missing = positions.filter((position) => !found.has(position));
            for (const [position, objects] of await this.#run(request, missing))
                found.set(position, objects);
            sources.push([name, found]);
        }
        return sources;
    }
    async #run(request, positions) {
        const { mailboxes, requests } = this.#options;
        const commands = positions.map((position) => commandFor(request, mailboxes.at(position).address));
        const outcomes = commands.length === 0 ? [] : await requests.batch(commands);
        const found = new Map();
        for (const [at, position] of positions.entries()) {
            const [command, outcome] = [commands[at], outcomes[at]];
            if (command !== undefined && outcome !== undefined)
                found.set(position, await this.#objectsOf(command, outcome));
        }
        return found;
    }
    async #objectsOf(command, outcome) {
        const { requests, grants } = this.#options;
        if (outcome.kind === 'denied')
            throw deniedError(command.cmdlet, outcome.error, await grants());
        if (outcome.kind !== 'read')
            return failureOf(outcome);
        try {
            // The link of an item is bound to the batch's server, so the command is listed by itself.
            if (nextLink(outcome.body) !== undefined || isCutShort(outcome.body)) {
                return await objectsOfCommand(command, { requests, grants });
            }
            return objectsOf(outcome.body).map((item) => selectedProperties(item, command.select));
        }
        catch (error) {
            if (error instanceof errors/* UserError */.yo && error.code !== 'EXCHANGE_LISTING')
                throw error;
            this.#options.signal.throwIfAborted();
            return { status: 'failed', error: (0,errors/* describeError */.Uc)(error) };
        }
    }
    /** The known addresses of the recipients that listed objects name. */
    async #addressesOf(requests, positions) {
        const { listings } = this.#options;
        const names = requests.flatMap(({ cmdlet, resolves = '' }) => positions.flatMap((position) => listings.objectsAt(cmdlet, position).flatMap((item) => namesIn(item, resolves))));
        const unknown = [...new Set(names)].filter((name) => !this.#addresses.has(name));
        const resolved = await resolveRecipients(unknown, this.#options.requests);
        for (const name of unknown)
            this.#addresses.set(name, resolved.get(name) ?? null);
        return Object.fromEntries(names.flatMap((name) => {
            const address = this.#addresses.get(name);
            return typeof address === 'string' ? [[name, address]] : [];
        }));
    }
}
function joined(sources, position, additions) {
    const found = { ...additions };
    for (const [name, objects] of sources) {
        const own = objects.get(position) ?? { status: 'failed', error: 'No complete answer arrived' };
        if ('error' in own)
            return own;
        found[name] = [...own];
    }
    return { found };
}
function commandFor({ cmdlet, parameters, select }, address) {
    return { cmdlet, parameters: { ...parameters, [(0,cmdlets/* knownCmdlet */.P)(cmdlet).mailboxParameter]: address }, select };
}
function failureOf(outcome) {
    const { error } = outcome;
    return { status: outcome.kind === 'final' || outcome.kind === 'retry' ? outcome.status : 'failed', error };
}
function namesIn(item, name) {
    const value = item[name];
    return Array.isArray(value) ? value.flatMap((text) => (typeof text === 'string' && text !== '' ? [text] : [])) : [];
}

;// CONCATENATED MODULE: ./src/exchange/reader.ts






/** Batches in flight: the service limits concurrent requests per tenant. */
const MAX_BATCHES = 4;
const reader_CHUNK = 250;
const NOT_LISTED = 'Exchange Online lists no mailbox with this address';
/**
 * Reads reports from Exchange Online: lists what can be listed, runs the other cmdlets for each mailbox in batches, and
 * yields the results in list order. The interface is that of Graph's reader, but a listing that cannot be finished is an
 * error of the whole run.
 */
class ExchangeReader {
    #options;
    #commands;
    #recipients = new Map();
    #finished = 0;
    #stopped;
    constructor(options) {
        this.#options = options;
        this.#commands = new MailboxCommands(options);
    }
    /** The number of mailboxes with a result. */
    get finished() {
        return this.#finished;
    }
    /** The error that stopped reading for all mailboxes. */
    get stoppedBy() {
        return this.#stopped;
    }
    /**
     * Yields the results in chunks, each mailbox once, in list order. Rejects with the UserError `EXCHANGE_DENIED` or
     * `EXCHANGE_LISTING`, and with the token's.
     */
    async *read() {
        const { mailboxes, listings, queries, requests, signal, onListed } = this.#options;
        try {
            await listings.all;
            this.#recipients = await resolveRecipients(this.#namedRecipients(), requests);
            onListed?.();
        }
        catch (error) {
            if (!signal.aborted)
                throw error;
        }
        const size = queries.some(({ request }) => request.perMailbox) ? BATCH_SIZE : reader_CHUNK;
        const inFlight = [];
        for (let at = 0; at < mailboxes.length || inFlight.length > 0;) {
            for (; inFlight.length < MAX_BATCHES && at < mailboxes.length; at += size) {
                const answers = this.#answers(at, Math.min(at + size, mailboxes.length));
                answers.catch(() => undefined);
                inFlight.push(answers);
            }
            const chunk = (await inFlight.shift()) ?? [];
            this.#finished += chunk.length;
            yield chunk;
            // Timers and other responses get their turn.
            await (0,external_node_timers_promises_.setImmediate)();
        }
    }
    async #answers(start, end) {
        const { mailboxes, queries } = this.#options;
        const results = Array.from({ length: end - start }, () => []);
        for (const query of queries) {
            const found = query.request.perMailbox === true ? await this.#run(query, start, end) : this.#listed(query, start, end);
            for (const [at, result] of found.entries())
                results[at]?.push(result);
        }
        return results.map((found, at) => ({ mailbox: mailboxes.at(start + at), results: found }));
    }
    #listed(query, start, end) {
        const { listings, signal } = this.#options;
        const { request } = query;
        return Array.from({ length: end - start }, (_, offset) => {
            if (signal.aborted)
                return CANCELLED;
            if (!listings.has(start + offset))
                return { status: 'not-found', error: NOT_LISTED };
            if ((0,cmdlets/* knownCmdlet */.P)(request.cmdlet).many === true) {
                return reader_read(query, { value: [...listings.objectsAt(request.cmdlet, start + offset)] });
            }
            const found = listings.objectAt(request.cmdlet, start + offset);
            if (found === undefined)
                return { status: 'failed', error: `${request.cmdlet} returned nothing about this mailbox` };
            return reader_read(query, { ...found, ...this.#additions(request, found) });
        });
    }
    /** Runs a cmdlet for each mailbox of a range that Exchange lists. */
    async #run(query, start, end) {
        const { listings, signal } = this.#options;
        const positions = Array.from({ length: end - start }, (_, at) => start + at);
        const listed = positions.filter((position) => !signal.aborted && listings.has(position));
        const answers = await this.#commands.read(query.request, listed);
        return positions.map((position) => {
            const answer = answers.get(position);
            if (answer === undefined)
                return signal.aborted ? CANCELLED : { status: 'not-found', error: NOT_LISTED };
            if ('error' in answer)
                return answer;
            return reader_read(query, { ...answer.found, ...this.#additions(query.request, {}) });
        });
    }
    /** What expressions find besides the object itself. */
    #additions(request, found) {
        const { resolves, organization } = request;
        const named = resolves === undefined ? undefined : found[resolves];
        return {
            ...(organization === undefined ? {} : { organization: this.#options.listings.organizationOf(request) }),
            ...(resolves === undefined
                ? {}
                : { recipientAddress: typeof named === 'string' ? (this.#recipients.get(named) ?? null) : null }),
        };
    }
    /** The recipients that objects of the listings name, each once. */
    #namedRecipients() {
        const { queries, listings, mailboxes } = this.#options;
        const named = new Set();
        for (const { request } of queries) {
            if (request.resolves === undefined)
                continue;
            for (let position = 0; position < mailboxes.length; position++) {
                const name = listings.objectAt(request.cmdlet, position)?.[request.resolves];
                if (typeof name === 'string' && name !== '')
                    named.add(name);
            }
        }
        return [...named];
    }
}
const CANCELLED = { status: 'cancelled', error: 'The run was cancelled before this mailbox was read' };
function reader_read(query, found) {
    try {
        return { status: 'ok', value: query.read(found) };
    }
    catch (error) {
        return { status: 'failed', error: (0,errors/* describeError */.Uc)(error) };
    }
}

// EXTERNAL MODULE: ./src/graph/batch.ts
var batch = __webpack_require__(35624);
// EXTERNAL MODULE: ./src/graph/circuit-breaker.ts
var circuit_breaker = __webpack_require__(37730);
// EXTERNAL MODULE: ./src/http/retry-after.ts
var retry_after = __webpack_require__(47821);
;// CONCATENATED MODULE: ./src/exchange/error-text.ts

/** Names of Exchange's servers and domain controllers: `AM0PR01A003.EURPR01A003.PROD.OUTLOOK.COM`, `DB7PR02MB4321`. */
const SERVERS = [
    /\b[\w-]+(?:\.[\w-]+)*\.(?:PROD|SDF|MGT)\.(?:OUTLOOK|EXCHANGELABS|PARTNER\.OUTLOOK|OFFICE365)\.(?:COM|CN|US)\b/gi,
    /\b[\w-]+(?:\.[\w-]+)*\.(?:protection|mail|exchangelabs|namprd\d+|eurprd\d+|apcprd\d+)\.(?:outlook|exchangelabs|live)\.com\b/gi,
    /\b[A-Z]{2}\w{0,4}PR\w{0,6}(?:MB|DC|CA|BE|FE)\w{0,4}\d{2,4}\b/g,
];
const STACK_TRACE = /(?:\r?\n\s*|\s{2,})(?:at|in|---) [\s\S]*$/;
const MAX_LENGTH = 500;
/**
 * The text of an error envelope; undefined if a body has none. `error.message` is "Invalid Operation" for almost every
 * error: the reason is in the inner exception, or in the last detail after the name of the exception.
 */
function errorTextOf(body) {
    const error = (0,src_json/* property */.MZ)(body, 'error');
    if (error === undefined)
        return undefined;
    const internal = (0,src_json/* property */.MZ)((0,src_json/* property */.MZ)(error, 'innererror'), 'internalexception');
    const detail = detailOf((0,src_json/* property */.MZ)(error, 'details'));
    const message = textIn(internal, 'message') ?? detail?.message ?? textIn(error, 'message') ?? '';
    const type = textIn(internal, 'type') ?? detail?.type ?? textIn(error, 'code') ?? '';
    return { exception: /[^.|]*$/.exec(type)?.[0] ?? '', message: redacted(message) };
}
/** `ManagementObjectNotFoundException: The operation couldn't be performed ...`. */
function shownError({ exception, message }) {
    return [exception, message].filter((part) => part !== '').join(': ');
}
/** A text of the service without the names of its servers and without a stack trace, cut at 500 characters. */
function redacted(text) {
    const withoutTrace = text.replace(STACK_TRACE, '');
    return SERVERS.reduce((shown, server) => shown.replace(server, '(server)'), withoutTrace)
        .trim()
        .slice(0, MAX_LENGTH);
}
/** `|Microsoft.Exchange...Exception|The reason`, or JSON with a `Message`. */
function detailOf(details) {
    const written = textIn(Array.isArray(details) ? details[0] : undefined, 'message');
    if (written === undefined)
        return undefined;
    const parts = written.split('|');
    return { type: parts.at(-2) ?? '', message: parts.at(-1) ?? '' };
}
function textIn(value, key) {
    const text = (0,src_json/* property */.MZ)(value, key);
    return typeof text === 'string' && text.trim() !== '' ? text : undefined;
}

;// CONCATENATED MODULE: ./src/exchange/outcome.ts




const RETRIED = new Set([408, 421, 429, 500, 502, 503, 504]);
/** Exceptions of busy servers, which arrive with status 400. Their names come from clients in production use. */
const TRANSIENT = /CmdletProxyNotAvailableFailure|ServerBusy|Transient|BackendCommunication/i;
const EXPIRED = /Expired or Invalid pagination request/i;
/** RBAC leaves out cmdlets that no role of the application has, so that they do not exist. */
const UNKNOWN_CMDLET = 'CommandNotFoundException';
const UNKNOWN_CMDLET_TEXT = /is not recognized as|isn't supported in this scenario|not allowed to call/i;
const MISSING_OBJECT = /ManagementObjectNotFoundException|ObjectNotFoundException/;
/**
 * Classifies a response. The status says little: the reason is in the body, in `x-ms-diagnostics` with 403, and an answer
 * of an unknown shape is an error.
 *
 * @param now epoch ms
 */
function outcomeOf(response, now) {
    const { status, headers, json } = response;
    if (status === 200 && (0,src_json/* property */.MZ)(json, 'error') === undefined) {
        if (json === undefined)
            return outcome_transient('HTTP 200 with a body that cannot be decoded', headers, now);
        if ((0,src_json/* isObject */.Gv)(json) && Array.isArray(json.value))
            return { kind: 'read', body: json };
        return { kind: 'final', status: 'failed', error: 'The answer has no list "value"' };
    }
    const found = errorTextOf(json);
    const error = found === undefined ? bareError(response) : shownError(found);
    if (status === 401)
        return { kind: 'denied', error };
    if (status === 403)
        return { kind: 'denied', error };
    if (status === 429)
        return { kind: 'retry', status: 'throttled', retryAfter: waitOf(headers, now), isShared: true, error };
    const { exception = '', message = '' } = found ?? {};
    if (EXPIRED.test(message))
        return { kind: 'expired', error };
    if (exception.includes(UNKNOWN_CMDLET) || UNKNOWN_CMDLET_TEXT.test(message))
        return { kind: 'denied', error };
    if (RETRIED.has(status) || TRANSIENT.test(`${exception} ${message}`))
        return outcome_transient(error, headers, now);
    if (MISSING_OBJECT.test(exception))
        return { kind: 'final', status: 'not-found', error };
    return { kind: 'final', status: 'failed', error };
}
function outcome_transient(error, headers, now) {
    const retryAfter = waitOf(headers, now);
    return { kind: 'retry', status: 'failed', retryAfter, isShared: retryAfter !== undefined, error };
}
/** An error without an envelope: 403 has NUL characters and a header, 429 may have plain text. */
function bareError({ status, headers, json }) {
    const reason = /reason="([^"]*)"/i.exec((0,http_headers/* firstValue */.K)(headers['x-ms-diagnostics']) ?? '')?.[1];
    const shown = reason === undefined ? textOf(json) : redacted(reason);
    return shown === '' ? `HTTP ${status}` : `HTTP ${status}: ${shown}`;
}
function textOf(json) {
    const message = (0,src_json/* property */.MZ)(json, 'message') ?? (0,src_json/* property */.MZ)(json, 'Message');
    return typeof message === 'string' ? redacted(message) : '';
}
/** A date is compared with the server's clock if the response has a `Date` header: the local clock may be wrong. */
function waitOf(headers, now) {
    const date = Date.parse((0,http_headers/* firstValue */.K)(headers.date) ?? '');
    return (0,retry_after/* retryAfterMs */.V)((0,http_headers/* firstValue */.K)(headers['retry-after']), Number.isNaN(date) ? now : date);
}

;// CONCATENATED MODULE: ./src/exchange/requests.ts






/** How often a request is sent at most. Microsoft's module sends it five times. */
const MAX_ATTEMPTS = 6;
const FIRST_BACKOFF = 2_000;
/** In ms. Node.js timers are limited to 24 days. */
const MAX_TIMER = 60_000;
/** Runs commands, as the rate limiter permits, and retries those that were throttled or hit a fault. */
class ExchangeRequests {
    #options;
    constructor(options) {
        this.#options = options;
    }
    /**
     * Runs a command, or requests the next page of its answer. Returns the outcome of the last attempt. Rejects with the
     * token's UserError, and with the signal's reason.
     */
    async run(command, link) {
        const { client } = this.#options;
        const [outcome] = await this.#retried([command], async () => {
            const response = await client.invoke(command, link);
            return [outcomeOf(response, this.#options.now())];
        });
        return outcome ?? noAnswer();
    }
    /** Runs at most ten commands in one request. Only those that were throttled or hit a fault are sent again. */
    batch(commands) {
        return this.#retried(commands, async (pending) => {
            const response = await this.#options.client.batch(pending);
            return this.#itemOutcomes(response, pending.length);
        });
    }
    #itemOutcomes(response, size) {
        const now = this.#options.now();
        if (response.status !== 200)
            return new Array(size).fill(outcomeOf(response, now));
        try {
            return (0,batch/* parseBatchResponse */.DA)(response.text, size).map(([item, duplicate]) => {
                if (item === undefined)
                    return noAnswer();
                if (duplicate !== undefined)
                    return { kind: 'final', status: 'failed', error: 'The batch has two answers to it' };
                const { status, body, retryAfter } = item;
                // Bodies that are not JSON arrive as text.
                const json = typeof body === 'string' ? (0,src_json/* jsonOrUndefined */._D)(body) : body;
                return outcomeOf({ status, json: json ?? undefined, headers: { 'retry-after': retryAfter } }, now);
            });
        }
        catch (error) {
            return new Array(size).fill({ ...noAnswer(), error: (0,errors/* describeError */.Uc)(error) });
        }
    }
    async #retried(commands, send) {
        const outcomes = commands.map(noAnswer);
        let pending = commands.map((_, at) => at);
        for (let attempt = 1;; attempt++) {
            const sent = pending;
            const answers = await this.#once(sent.flatMap((at) => commands[at] ?? []), send);
            for (const [place, at] of sent.entries())
                outcomes[at] = answers[place] ?? noAnswer();
            const failed = sent.filter((at) => isRetried(outcomes[at]));
            const waits = failed.map((at) => retryAfterOf(outcomes[at]) ?? 0);
            if (failed.length === 0 || attempt >= MAX_ATTEMPTS || Math.max(...waits) > circuit_breaker/* MAX_WAIT */.nC)
                return outcomes;
            pending = failed;
            await this.#sleep(Math.max(...waits) || this.#backoff(attempt));
        }
    }
    async #once(pending, send) {
        const { limiter, now, signal } = this.#options;
        for (let delay = limiter.delay(now()); delay > 0; delay = limiter.delay(now()))
            await this.#sleep(delay);
        const permit = limiter.acquire(pending.length, now());
        let outcomes;
        try {
            outcomes = await send(pending);
        }
        catch (error) {
            signal.throwIfAborted();
            if (error instanceof errors/* UserError */.yo)
                throw error;
            if (error instanceof LinkError)
                return pending.map(() => ({ kind: 'final', status: 'failed', error: error.message }));
            return pending.map(() => ({ ...noAnswer(), error: (0,errors/* describeError */.Uc)(error) }));
        }
        const refused = outcomes.filter((outcome) => outcome.kind === 'retry' && outcome.isShared);
        limiter.accepted(outcomes.filter(({ kind }) => kind !== 'retry').length, permit, now());
        if (refused.length > 0) {
            const waits = refused.flatMap((outcome) => retryAfterOf(outcome) ?? []);
            const wait = waits.length > 0 ? Math.min(Math.max(...waits), circuit_breaker/* MAX_WAIT */.nC) : undefined;
            limiter.refused(refused.length, wait, permit, now());
        }
        return outcomes;
    }
    #backoff(attempt) {
        const { backoff = FIRST_BACKOFF, random } = this.#options;
        return backoff * 2 ** (attempt - 1) * (0.5 + random() / 2);
    }
    async #sleep(ms) {
        const { now, signal } = this.#options;
        const end = now() + ms;
        for (let left = ms; left > 0; left = end - now())
            await sleep(Math.min(Math.ceil(left), MAX_TIMER), signal);
    }
}
function sleep(ms, signal) {
    return new Promise((resolve, reject) => {
        const abort = () => {
            clearTimeout(timer);
            reject(asError(signal.reason));
        };
        const timer = setTimeout(() => {
            signal.removeEventListener('abort', abort);
            resolve();
        }, ms);
        if (signal.aborted)
            abort();
        else
            signal.addEventListener('abort', abort, { once: true });
    });
}
function asError(reason) {
    return reason instanceof Error ? reason : new Error('the run was cancelled');
}
function isRetried(outcome) {
    return outcome?.kind === 'retry';
}
function retryAfterOf(outcome) {
    return outcome?.kind === 'retry' ? outcome.retryAfter : undefined;
}
function noAnswer() {
    return {
        kind: 'retry',
        status: 'failed',
        retryAfter: undefined,
        isShared: false,
        error: 'No complete answer arrived',
    };
}

;// CONCATENATED MODULE: ./src/exchange/unlisted.ts

/** Mailboxes that Exchange keeps for itself. https://learn.microsoft.com/powershell/module/exchange/get-mailbox */
const SYSTEM = /^(?:Arbitration|AuditLog|AuxAuditLog|Discovery|Migration|Monitoring|PublicFolder|SupervisoryReviewPolicy|System|SystemAttendant)Mailbox$/i;
/** Collects the mailboxes that match no address of the list. */
class Unlisted {
    #found = new Map();
    #firstPosition;
    /** What to do about them. */
    mode;
    #addresses = [];
    /** Whether the listing is finished. Before, the mailboxes are only a part. */
    isComplete = false;
    /** @param firstPosition the position of the first one if the list is extended by them; undefined: it is not */
    constructor(mode, firstPosition) {
        this.mode = mode;
        this.#firstPosition = firstPosition;
    }
    get mailboxes() {
        return [...this.#found.values()];
    }
    get count() {
        return this.#found.size;
    }
    /** The address at a position of the extended list. */
    addressAt(position) {
        return this.#addresses[position - (this.#firstPosition ?? 0)];
    }
    /** Adds a mailbox unless it belongs to the system. Returns its position if the list is extended by it. */
    add(item) {
        const type = unlisted_text((0,src_json/* property */.MZ)(item, 'RecipientTypeDetails'));
        if (SYSTEM.test(type))
            return undefined;
        const address = unlisted_text((0,src_json/* property */.MZ)(item, 'PrimarySmtpAddress')) || unlisted_text((0,src_json/* property */.MZ)(item, 'UserPrincipalName'));
        const key = address.toLowerCase();
        if (address === '' || this.#found.has(key))
            return undefined;
        this.#found.set(key, { address, type, created: unlisted_text((0,src_json/* property */.MZ)(item, 'WhenCreated')) });
        if (this.#firstPosition === undefined)
            return undefined;
        return this.#firstPosition + this.#addresses.push(address) - 1;
    }
    /** The listing begins again. Positions are kept: the same mailboxes follow, and match by their address. */
    restart() {
        if (this.#firstPosition === undefined)
            this.#found.clear();
    }
}
function unlisted_text(value) {
    return typeof value === 'string' ? value : '';
}

// EXTERNAL MODULE: ./src/graph/rate-limiter.ts + 1 modules
var rate_limiter = __webpack_require__(79369);
// EXTERNAL MODULE: ./src/mailboxes/internal-domains.ts
var internal_domains = __webpack_require__(18207);
// EXTERNAL MODULE: ./src/mailboxes/mailbox.ts
var mailbox = __webpack_require__(6404);
;// CONCATENATED MODULE: ./src/steps/exchange.ts
















/** Ms that a cmdlet needs for one mailbox, as measured by graph2otel against a tenant (Get-MailboxPermission: 846 ms). */
const MS_PER_MAILBOX = 850;
/** The client of a run. Sends nothing. */
function openExchange(context, tokens) {
    const { inputs, dispatcher, signal, now, random } = context;
    const { exchangeUrl, tenantId, clientId } = inputs;
    const client = new ExchangeClient({ exchangeUrl, tenantId, dispatcher, tokens, signal });
    const limiter = new rate_limiter/* RateLimiter */.v({ concurrency: MAX_BATCHES, random });
    return {
        requests: new ExchangeRequests({ client, limiter, now, random, signal }),
        grants: async () => ({ clientId, roles: (await tokens.get()).roles }),
    };
}
/**
 * The accepted domains of the tenant, each with its subdomains; undefined if no report asks which addresses are external.
 * Rejects with a UserError as `list` does.
 */
async function acceptedDomains(context, access) {
    if (!context.reports.some(query/* usesInternalDomains */.$l))
        return undefined;
    return (0,log/* logGroup */.QT)(context.core, 'Internal domains', async () => {
        const command = { cmdlet: 'Get-AcceptedDomain', parameters: {}, select: ['DomainName'] };
        const objects = await unlessCancelled(context, () => objectsOfCommand(command, access));
        const names = (objects ?? []).flatMap(({ DomainName: name }) => (typeof name === 'string' ? [name] : []));
        context.core.info((0,log/* logText */.kc)(`Accepted domains of the tenant: ${(0,numbers/* someNames */.Xq)(names, display/* visibleLine */.P8)}`));
        return (0,internal_domains/* internalDomains */.lQ)(names);
    });
}
/**
 * Prepares the listings of a run. With `unlisted: include`, lists the mailboxes of the tenant and adds those that the list
 * lacks, in Exchange's order.
 */
async function openListings(context, listed, { requests, grants }) {
    const { inputs, reports } = context;
    const includes = inputs.unlisted === 'include';
    const unlisted = inputs.unlisted === 'ignore' ? undefined : new Unlisted(inputs.unlisted, includes ? listed.length : undefined);
    const reads = reports.filter(definition/* isExchangeReport */.Uq).map(({ request }) => request);
    const listings = new Listings({ mailboxes: listed, reads, requests, grants, unlisted });
    if (!includes || unlisted === undefined)
        return { mailboxes: listed, listings, unlisted };
    return (0,log/* logGroup */.QT)(context.core, 'Mailboxes of the tenant', async () => {
        await unlessCancelled(context, () => listings.directory);
        const mailboxes = extendedList(listed, unlisted, inputs.policy);
        (0,outputs/* setOutputs */.n0)(context.core, { 'mailbox-count': mailboxes.length, 'unlisted-count': unlisted.count });
        const named = inputs.summary === 'full'
            ? `: ${(0,numbers/* someNames */.Xq)(unlisted.mailboxes.map(({ address }) => address), display/* visibleLine */.P8)}`
            : '';
        context.core.info((0,log/* logText */.kc)(`${(0,numbers/* counted */.hS)(unlisted.count, 'mailbox', 'mailboxes')} outside the list, also read${named}`));
        return { mailboxes, listings, unlisted };
    });
}
/** Reads the reports of Exchange Online, and says before how long that takes. */
function openExchangeReader({ core, signal }, queries, { mailboxes, listings, requests, grants }) {
    for (const { request } of queries) {
        if (request.perMailbox !== true)
            continue;
        const ms = (mailboxes.length * MS_PER_MAILBOX) / MAX_BATCHES;
        core.info((0,log/* logText */.kc)(`${request.cmdlet} runs for each of ${(0,numbers/* counted */.hS)(mailboxes.length, 'mailbox', 'mailboxes')}, ${BATCH_SIZE} a request: ` +
            `about ${(0,numbers/* duration */.p0)(ms)}`));
    }
    return new ExchangeReader({
        ...{ mailboxes, queries, listings, requests, grants, signal },
        onListed: () => {
            const counts = listings.counts.map(([cmdlet, found]) => `${cmdlet} ${(0,numbers/* count */.U9)(found)}`);
            core.info((0,log/* logText */.kc)(`Listed in Exchange Online: ${counts.join(', ')}`));
        },
    });
}
/** A cancelled run still reports every mailbox, as cancelled. */
async function unlessCancelled({ signal }, step) {
    try {
        return await step();
    }
    catch (error) {
        if (!signal.aborted)
            throw error;
        return undefined;
    }
}
/** Annotations and SARIF need a file of the repository: the first list, else the policy. */
function extendedList(listed, unlisted, policy) {
    const builder = new mailbox/* MailboxListBuilder */.i();
    for (let at = 0; at < listed.length; at++)
        builder.add(listed.at(at));
    const file = listed.files[0] ?? policy ?? '.';
    for (const { address } of unlisted.mailboxes)
        builder.add({ address, file, line: 1 });
    const { duplicateCount, duplicates } = listed;
    return { ...builder.build(listed.files), duplicateCount, duplicates };
}

;// CONCATENATED MODULE: ./src/steps/joined-reader.ts
/**
 * Bytes of Graph's answers that are held while Exchange Online lists its mailboxes; beyond them, Graph waits. Some 400 bytes
 * a mailbox in `mailbox-settings`.
 */
const MAX_HELD = 64 * 1024 * 1024;
/**
 * Joins the answers of Graph and of Exchange Online by mailbox, in list order. Exchange yields nothing until everything is
 * listed, so Graph's answers are packed meanwhile.
 */
class JoinedReader {
    #options;
    constructor(options) {
        this.#options = options;
    }
    get finished() {
        return Math.min(this.#options.graph.finished, this.#options.exchange.finished);
    }
    get stoppedBy() {
        return this.#options.graph.stoppedBy ?? this.#options.exchange.stoppedBy;
    }
    async *read() {
        const graph = this.#options.graph.read();
        const exchange = this.#options.exchange.read();
        try {
            const held = new HeldAnswers(this.#options.mailboxes);
            const first = exchange.next();
            const { pending } = await hold(graph, first, held);
            const [ofGraph, ofExchange] = [new Chunks(graph, held, pending), new Chunks(exchange, undefined, first)];
            for (;;) {
                const [one, other] = [await ofGraph.peek(), await ofExchange.peek()];
                const length = Math.min(one.length, other.length);
                if (length === 0)
                    return;
                const others = ofExchange.take(length);
                yield ofGraph.take(length).map((answer, at) => this.#joined(answer, others[at]));
            }
        }
        finally {
            await Promise.allSettled([graph.return(undefined), exchange.return(undefined)]);
        }
    }
    #joined(graph, exchange) {
        if (exchange?.mailbox.address !== graph.mailbox.address)
            throw new Error('two readers of different lists');
        const rest = { graph: [...graph.results], exchange: [...exchange.results] };
        return { mailbox: graph.mailbox, results: this.#options.order.flatMap((source) => rest[source].shift() ?? []) };
    }
}
/** Holds Graph's chunks until Exchange has its first. Returns the chunk that is on its way then. */
async function hold(graph, first, held) {
    const isListed = first.then(() => true, () => true);
    while (held.bytes < MAX_HELD) {
        const next = graph.next();
        next.catch(() => undefined);
        const isFirst = await Promise.race([isListed, next.then(() => false)]);
        // Not the promise itself, which an async function would await.
        if (isFirst)
            return { pending: next };
        const { done, value } = await next;
        if (done === true)
            return {};
        held.add(value);
    }
    return {};
}
/** Chunks of a reader, cut as the other reader's are. */
class Chunks {
    #reader;
    #held;
    #pending;
    #chunk = [];
    constructor(reader, held, pending) {
        this.#reader = reader;
        this.#held = held;
        this.#pending = pending;
    }
    /** The next answers; empty at the end. */
    async peek() {
        if (this.#chunk.length === 0)
            this.#chunk = this.#held?.take() ?? [];
        while (this.#chunk.length === 0) {
            const { done, value } = await (this.#pending ?? this.#reader.next());
            this.#pending = undefined;
            if (done === true)
                break;
            this.#chunk = value;
        }
        return this.#chunk;
    }
    take(count) {
        const taken = this.#chunk.slice(0, count);
        this.#chunk = this.#chunk.slice(count);
        return taken;
    }
}
/** Chunks of answers as JSON outside the heap: a fifth of the memory that they take as objects. */
class HeldAnswers {
    #mailboxes;
    #chunks = [];
    #taken = 0;
    #bytes = 0;
    constructor(mailboxes) {
        this.#mailboxes = mailboxes;
    }
    get bytes() {
        return this.#bytes;
    }
    add(chunk) {
        const packed = Buffer.from(JSON.stringify(chunk.map(({ results }) => results.map(packedResult))));
        this.#bytes += packed.length;
        this.#chunks.push(packed);
    }
    take() {
        const packed = this.#chunks.shift();
        if (packed === undefined)
            return undefined;
        const results = JSON.parse(packed.toString('utf8'));
        if (!isPacked(results))
            throw new TypeError('no packed answers');
        return results.map((found) => ({ mailbox: this.#mailboxes.at(this.#taken++), results: found.map(unpackedResult) }));
    }
}
/** Whether a value is what `HeldAnswers.add` has packed: nothing else gets there. */
function isPacked(value) {
    return Array.isArray(value) && value.every(Array.isArray);
}
function packedResult(result) {
    if (result.status !== 'ok')
        return result;
    return {
        status: 'ok',
        value: result.value.map(({ incomplete, ...row }) => incomplete === undefined ? row : { ...row, incomplete: [...incomplete] }),
    };
}
function unpackedResult(result) {
    if (result.status !== 'ok')
        return result;
    return {
        status: 'ok',
        value: result.value.map(({ incomplete, ...row }) => ({
            ...row,
            incomplete: incomplete === undefined ? undefined : new Set(incomplete),
        })),
    };
}

;// CONCATENATED MODULE: ./src/steps/source.ts






/**
 * Opens the readers that the reports need: of Graph, of Exchange Online, or both, joined by mailbox. Rejects with the
 * UserErrors of Exchange Online.
 */
async function openSource(context, listed, { graph, exchangeTokens }) {
    const { inputs, reports } = context;
    const share = inputs.shard === undefined ? listed : (0,mailboxes_shard/* shareOf */.tC)(listed, inputs.shard);
    if (exchangeTokens === undefined) {
        // Shards must agree, so each of them checks the domains of the whole list.
        const inside = inputs.internalDomains ?? (await (0,read/* confirmedDomains */.zG)(context, listed, graph));
        const reader = (0,read/* openReader */.cE)(context, share, await (0,query/* compileQueries */.KJ)(reports, inside), graph);
        return { reader, mailboxes: share, unlisted: undefined };
    }
    const exchange = openExchange(context, exchangeTokens);
    const inside = inputs.internalDomains ?? (await acceptedDomains(context, exchange));
    const found = await openListings(context, share, exchange);
    const { mailboxes, unlisted } = found;
    const ofExchange = openExchangeReader(context, (0,query/* compileExchangeQueries */.rN)(reports, inside), { ...found, ...exchange });
    if (!reports.some(definition/* isGraphReport */.xg))
        return { reader: ofExchange, mailboxes, unlisted };
    const ofGraph = (0,read/* openReader */.cE)(context, mailboxes, await (0,query/* compileQueries */.KJ)(reports, inside), graph);
    const order = reports.map((report) => ((0,definition/* isExchangeReport */.Uq)(report) ? 'exchange' : 'graph'));
    return { reader: new JoinedReader({ mailboxes, graph: ofGraph, exchange: ofExchange, order }), mailboxes, unlisted };
}

;// CONCATENATED MODULE: ./src/run.ts
























/**
 * Runs the report action and returns its result. Never rejects: the reason of a failure is an annotation, and what was
 * read is written, uploaded and summarised before.
 */
function run(env, dependencies) {
    return guarded(env, dependencies, async (all) => report(await readContext(env, all)));
}
/** Masks secrets, runs an action that reports, and reports its failure in one error. Never rejects. */
async function guarded(env, dependencies, action) {
    for (const secret of [...(0,src_inputs/* secretInputs */._y)(env), ...(0,proxy/* proxySecrets */.Wm)(env)])
        dependencies.core.setSecret(secret);
    const { core, failure } = (0,outputs/* guardOutputs */.S0)(dependencies.core);
    try {
        const result = await action({ ...dependencies, core });
        const unset = failure();
        // A failed run has exactly one error.
        return unset === undefined || result.fails ? result : await (0,deliver/* deliverError */.QL)(unset, env, { core });
    }
    catch (error) {
        return (0,deliver/* deliverError */.QL)(error, env, { core });
    }
}
/** The product: sign in, read the list, pass every mailbox through the pipeline, deliver the result. */
async function report(context) {
    const { shard } = context.inputs;
    const { tokens, exchangeTokens, certificate } = await (0,sign_in/* signIn */.J)(context);
    const list = await (0,read/* listMailboxes */.dh)(context);
    const graph = (0,read/* openGraph */.Jn)(context, tokens);
    const { limiter } = graph;
    const { reader, mailboxes, unlisted } = await openSource(context, list, { graph, exchangeTokens });
    if (shard !== undefined)
        return runShard(context, { shard, list, reader, limiter, certificate });
    return reportOn(context, { mailboxes, certificate, reader, throttling: () => limiter.throttling, unlisted });
}
/** Passes every mailbox of a source through the pipeline and delivers the result. */
async function reportOn(context, reading) {
    const { core, reports, started } = context;
    const { mailboxes, certificate, reader, throttling, unlisted } = reading;
    const visibility = (0,repository_visibility/* isPublicRepository */.G)(context.env, context);
    const judge = await compileJudge(context);
    const comparison = await openComparison(context);
    const { summary: compared } = comparison;
    const sinks = await (0,output_sinks/* openSinks */.fi)(context, mailboxes, {
        baseline: judge?.baseline,
        isCompared: compared !== undefined,
        unlisted,
    });
    try {
        const totals = await (0,log/* logGroup */.QT)(core, 'Read the mailboxes', () => {
            logStart(context, sinks);
            return (0,pipeline/* runPipeline */.a)({
                source: (0,progress/* logProgress */.sc)(context, { reader, waits: () => throttling().waits, total: mailboxes.length }),
                reports,
                stages: [judge && (0,stage/* policyStage */.D)(judge), comparison.stage].filter((stage) => stage !== undefined),
                totals: new output_totals/* Totals */.s(reports, judge?.newTally(), started, compared?.tally),
                sinks: sinks.all,
            });
        });
        const durationMs = context.now() - started;
        const result = await (0,log/* logGroup */.QT)(core, 'Findings', async () => {
            logEnd(context, totals, { durationMs, place: sinks.place });
            const concluded = (0,conclude/* conclude */.Ep)(context, totals, { stoppedBy: reader.stoppedBy, unlisted });
            concludeComparison(context, comparison);
            (0,conclude/* warnOfExemptions */.aO)(context, judge);
            (0,conclude/* warnOfUnusedRules */.Ln)(context, judge);
            (0,conclude/* warnOfStaleEntries */.$q)(context, judge);
            (0,conclude/* noteBlankColumns */.EZ)(context, totals);
            if (await visibility)
                (0,conclude/* warnOfVisibility */.Kw)(context);
            (0,deliver/* annotateFindings */.dv)(context, { result: concluded, totals, mailboxes });
            return concluded;
        });
        return await (0,deliver/* deliver */.cK)(context, {
            ...{ result, totals, sinks, mailboxes, judge, certificate, durationMs, unlisted },
            comparison: compared,
            throttling: throttling(),
        });
    }
    finally {
        await (0,output_sinks/* discardSinks */.rs)(sinks);
        await comparison.close();
    }
}
async function readContext(env, dependencies) {
    const inputs = (0,src_inputs/* readReportInputs */.gM)(env);
    (0,proxy/* requireUsableProxy */.A1)(env);
    (0,secure_url/* requireVerifiedTls */.B)(env);
    const workspace = (0,src_context/* workspaceOf */.B)(env);
    const named = await (0,choose/* chooseReports */.jK)(inputs.report, workspace);
    const { policy, reports, added } = await (0,load/* choosePolicy */.KV)(inputs.policy, workspace, named);
    const baseline = await (0,load/* chooseBaseline */.hf)(inputs.baseline, workspace, policy);
    const started = dependencies.now();
    const cloud = cloudText(inputs);
    const context = {
        env,
        inputs,
        cloud,
        reports,
        policy,
        baseline,
        started,
        warnings: [],
        ...dependencies,
    };
    await logSettings(context, added);
    return context;
}
/** Loaded only by runs with a policy. */
async function compileJudge({ policy, baseline, reports, now }) {
    if (policy === undefined)
        return undefined;
    const { compilePolicy } = await Promise.all(/* import() */[__webpack_require__.e(22), __webpack_require__.e(250)]).then(__webpack_require__.bind(__webpack_require__, 74250));
    return compilePolicy(policy, reports, now(), baseline);
}
function cloudText({ cloud, graphUrl }) {
    return graphUrl === clouds/* clouds */.Pk[cloud].graphUrl ? cloud : `${cloud}, ${graphUrl}`;
}
/** Logs the inputs without the secrets. `added`: the reports that only the policy names. */
function logSettings({ inputs, reports, policy, baseline, core }, added) {
    const { tenantId, clientId, credential, authorityHost, graphUrl, exchangeUrl, mailboxes, unlisted, maxUnreadable, failOn, compare, shard, concurrency, } = inputs;
    const settings = {
        'tenant-id': tenantId,
        'client-id': clientId,
        credential: credential.kind,
        'authority-host': authorityHost,
        'graph-url': graphUrl,
        ...((0,sign_in/* needsExchange */.z)(inputs, reports) ? { 'exchange-url': exchangeUrl } : {}),
        mailboxes: mailboxes.join(', '),
        ...(unlisted === 'ignore' ? {} : { unlisted }),
        report: reports.map(({ name }) => name).join(', '),
        ...(policy === undefined ? {} : { policy: policy.file, 'fail-on': failOn }),
        ...(baseline === undefined ? {} : { baseline: baseline.file }),
        compare: compare.kind === 'path' ? compare.path : compare.kind,
        ...(shard === undefined ? {} : { shard: `${shard.number}/${shard.of}` }),
        'max-unreadable': (0,src_result/* maxUnreadableText */.Dr)(maxUnreadable),
        concurrency: String(concurrency),
    };
    return (0,log/* logGroup */.QT)(core, 'Settings', () => {
        for (const [name, value] of Object.entries(settings))
            core.info((0,log/* logText */.kc)(`${name}: ${value}`));
        if (added.length > 0)
            core.info((0,log/* logText */.kc)(`Also read, because the policy needs it: ${added.join(', ')}`));
    });
}
function logStart({ core, reports }, { all, folder }) {
    (0,outputs/* setOutputs */.n0)(core, { 'output-directory': folder, 'csv-path': all[0]?.path ?? folder });
    core.info((0,log/* logText */.kc)(`Reading ${reports.map(({ name }) => name).join(', ')}`));
}
function logEnd({ core }, { mailboxes: { read, total } }, { durationMs, place }) {
    core.info((0,log/* logText */.kc)(`Read ${(0,numbers/* count */.U9)(read)} of ${(0,numbers/* counted */.hS)(total, 'mailbox', 'mailboxes')} in ${(0,numbers/* duration */.p0)(durationMs)}: ${place}`));
}


/***/ }),

/***/ 34636:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   Cw: () => (/* binding */ SHARD_VERSION),
/* harmony export */   LS: () => (/* binding */ SHARD_FORMAT),
/* harmony export */   i4: () => (/* binding */ listLines),
/* harmony export */   iH: () => (/* binding */ headerLine),
/* harmony export */   iI: () => (/* binding */ shardRun),
/* harmony export */   uo: () => (/* binding */ definitionDigest)
/* harmony export */ });
/* harmony import */ var node_crypto__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(77598);
/* harmony import */ var node_crypto__WEBPACK_IMPORTED_MODULE_0___default = /*#__PURE__*/__webpack_require__.n(node_crypto__WEBPACK_IMPORTED_MODULE_0__);

/**
 * Version of the format of shard files. Increase it with every change of the format, and of how built-in reports compute
 * cells from the same definition: shards of two versions must not be merged.
 */
const SHARD_VERSION = 1;
const SHARD_FORMAT = 'mailbox-report-shard';
/** What all shards of a run have in common. */
function shardRun(mailboxes, { of, reports, cloud }) {
    const hash = (0,node_crypto__WEBPACK_IMPORTED_MODULE_0__.createHash)('sha256');
    for (const line of listLines(mailboxes))
        hash.update(`${line}\n`);
    return {
        of,
        listDigest: hash.digest('hex'),
        listLength: mailboxes.length,
        listFiles: mailboxes.files,
        duplicateCount: mailboxes.duplicateCount,
        duplicates: mailboxes.duplicates,
        reports: reports.map((report) => ({ name: report.name, digest: definitionDigest(report) })),
        cloud,
    };
}
/** The lines of a list in a shard file: address, line, and position of the file among `listFiles`. */
function* listLines({ length, at, files }) {
    for (let position = 0; position < length; position += 1) {
        const { address, file, line } = at(position);
        yield JSON.stringify([address, line, files.indexOf(file)]);
    }
}
/** The digest of everything in a definition that decides rows. Places of a report file do not. */
function definitionDigest(definition) {
    const text = JSON.stringify({ ...definition, places: undefined });
    return (0,node_crypto__WEBPACK_IMPORTED_MODULE_0__.createHash)('sha256').update(text).digest('hex');
}
/** The header as a line of JSON. */
function headerLine({ number, run, started, attempt, certificate }) {
    const { of, listDigest, listLength, listFiles, duplicateCount, duplicates, reports, cloud } = run;
    const header = {
        ...{ format: SHARD_FORMAT, version: SHARD_VERSION, shard: number, of, started, attempt, cloud },
        list: {
            ...{ digest: listDigest, length: listLength, files: [...listFiles], duplicateCount },
            duplicates: duplicates.map(({ mailbox, firstAt }) => [mailboxJson(mailbox), mailboxJson(firstAt)]),
        },
        reports: reports.map(({ name, digest }) => ({ name, digest })),
        ...(certificate === undefined
            ? {}
            : { certificate: { expires: certificate.notAfter.toISOString(), thumbprint: certificate.thumbprint } }),
    };
    return JSON.stringify(header);
}
function mailboxJson({ address, file, line }) {
    return { address, file, line };
}


/***/ }),

/***/ 34114:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   Sk: () => (/* binding */ endLine),
/* harmony export */   gY: () => (/* binding */ mailboxLines),
/* harmony export */   lG: () => (/* binding */ MAX_TEXT),
/* harmony export */   rE: () => (/* binding */ MAX_WARNINGS)
/* harmony export */ });
/* harmony import */ var _text_display_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(24745);

/** Characters of a text that is no cell. */
const MAX_TEXT = 4_096;
const MAX_WARNINGS = 100;
/**
 * The lines of a mailbox in a shard file, each with its line end. The first has the position in the whole list, and for each
 * report the number of its rows or why there are none. A line for each row follows, in the order of the reports.
 */
function mailboxLines(position, { reports }) {
    const results = reports.map(({ rows }) => {
        const [first] = rows;
        if (first.content === 'item')
            return rows.length;
        return first.status === 'ok' ? 0 : [first.status, first.error];
    });
    let text = `${JSON.stringify([position, ...results])}\n`;
    for (const { rows } of reports) {
        for (const row of rows)
            if (row.content === 'item')
                text += `${rowLine(row)}\n`;
    }
    return text;
}
/** Cells, then positions of incomplete cells, then status and error of a row that lacks rows below it. */
function rowLine({ cells, incomplete, status, error }) {
    if (status !== 'ok')
        return JSON.stringify([cells, [...(incomplete ?? [])], [status, error]]);
    return JSON.stringify(incomplete === undefined ? [cells] : [cells, [...incomplete]]);
}
/** The last line. A file without it is incomplete. */
function endLine({ throttling, warnings, stoppedBy }) {
    const { waits, waitedMs, refused } = throttling;
    const end = {
        throttling: { waits, waitedMs, refused },
        warnings: warnings.slice(0, MAX_WARNINGS).map(cut),
        ...(stoppedBy === undefined ? {} : { stoppedBy: { message: cut(stoppedBy.message), hint: cut(stoppedBy.hint) } }),
    };
    return `${JSON.stringify({ end })}\n`;
}
function cut(text) {
    return (0,_text_display_js__WEBPACK_IMPORTED_MODULE_0__/* .shortened */ .vI)(text, MAX_TEXT);
}


/***/ }),

/***/ 84989:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  n: () => (/* binding */ start)
});

// EXTERNAL MODULE: ./node_modules/@actions/core/lib/core.js + 11 modules
var core = __webpack_require__(91659);
// EXTERNAL MODULE: ./src/http/dispatcher.ts
var http_dispatcher = __webpack_require__(3839);
// EXTERNAL MODULE: ./src/http/proxy.ts
var proxy = __webpack_require__(57856);
// EXTERNAL MODULE: ./src/output/page/report-page.ts + 2 modules
var report_page = __webpack_require__(99477);
// EXTERNAL MODULE: ./src/runner/artifact-client.ts
var artifact_client = __webpack_require__(43036);
// EXTERNAL MODULE: ./src/runner/exit.ts
var exit = __webpack_require__(98352);
// EXTERNAL MODULE: ./src/runner/stop-signals.ts
var stop_signals = __webpack_require__(44312);
// EXTERNAL MODULE: external "node:v8"
var external_node_v8_ = __webpack_require__(78877);
;// CONCATENATED MODULE: ./src/runner/young-generation.ts

/** Bytes, both semi-spaces together. */
const MAX_SIZE = 16 * 1024 * 1024;
const CHECK_INTERVAL_MS = 50;
/**
 * Stops V8's young generation from growing beyond 16 MiB. V8 doubles it, up to 128 MiB, as objects survive collections, so
 * that a longer list needs more memory for objects that are soon garbage: without this limit, 300,000 mailboxes took
 * 392 MiB instead of 329 (one run each of `npm run bench -- --only cpu`). A packaged action cannot be started with flags, and
 * V8 reads this flag at each growth. https://v8.dev/blog/orinoco-parallel-scavenger
 */
function boundYoungGeneration() {
    const timer = setInterval(() => {
        const size = (0,external_node_v8_.getHeapSpaceStatistics)().find(({ space_name: name }) => name === 'new_space')?.space_size ?? MAX_SIZE;
        if (size < MAX_SIZE)
            return;
        (0,external_node_v8_.setFlagsFromString)('--semi-space-growth-factor=1');
        clearInterval(timer);
    }, CHECK_INTERVAL_MS);
    timer.unref();
}

;// CONCATENATED MODULE: ./src/start.ts








/** Runs an action that reports on a runner, and ends the process. `dist`: the folder with the script of the report page. */
async function start(run, dist) {
    boundYoungGeneration();
    Object.assign(process.env, (0,proxy/* proxyWithScheme */.zJ)(process.env));
    const log = (0,exit/* guardLog */.g)(process);
    const stop = (0,stop_signals/* stopOnSignals */.Z)(process);
    const dispatcher = (0,http_dispatcher/* newDispatcher */.c)();
    const { fails } = await run(process.env, {
        core: core,
        dispatcher,
        now: () => performance.timeOrigin + performance.now(),
        random: Math.random,
        loadArtifactClient: artifact_client/* loadArtifactClient */.A,
        loadPageAssets: () => (0,report_page/* readPageAssets */.B)(dist),
        signal: stop.signal,
        deadline: stop.deadline,
    });
    stop.end();
    await dispatcher.destroy();
    log.exit(fails ? 1 : 0);
}


/***/ })

};
