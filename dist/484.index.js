export const id = 484;
export const ids = [484];
export const modules = {

/***/ 91484:
/***/ ((module, __webpack_exports__, __webpack_require__) => {

__webpack_require__.a(module, async (__webpack_handle_async_dependencies__, __webpack_async_result__) => { try {
__webpack_require__.r(__webpack_exports__);
/* harmony import */ var node_path__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(76760);
/* harmony import */ var node_path__WEBPACK_IMPORTED_MODULE_0___default = /*#__PURE__*/__webpack_require__.n(node_path__WEBPACK_IMPORTED_MODULE_0__);
/* harmony import */ var _start_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(30726);
/* harmony import */ var _run_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(60529);



// The program is in `dist/merge`, and the script of the report page in `dist`.
await (0,_start_js__WEBPACK_IMPORTED_MODULE_1__/* .start */ .n)(_run_js__WEBPACK_IMPORTED_MODULE_2__/* .runMerge */ .C, node_path__WEBPACK_IMPORTED_MODULE_0___default().dirname(node_path__WEBPACK_IMPORTED_MODULE_0___default().dirname(process.argv[1] ?? '.')));

__webpack_async_result__();
} catch(e) { __webpack_async_result__(e); } }, 1);

/***/ }),

/***/ 60529:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  C: () => (/* binding */ runMerge)
});

// EXTERNAL MODULE: external "node:os"
var external_node_os_ = __webpack_require__(48161);
// EXTERNAL MODULE: ./src/context.ts
var src_context = __webpack_require__(40788);
// EXTERNAL MODULE: ./src/output/annotations.ts
var annotations = __webpack_require__(3151);
// EXTERNAL MODULE: ./src/output/formats.ts + 5 modules
var formats = __webpack_require__(78507);
// EXTERNAL MODULE: ./src/output/files/output-directory.ts
var output_directory = __webpack_require__(51838);
// EXTERNAL MODULE: ./src/outputs.ts
var outputs = __webpack_require__(7729);
// EXTERNAL MODULE: ./src/result.ts
var result = __webpack_require__(51666);
// EXTERNAL MODULE: ./src/policy/load.ts
var load = __webpack_require__(58164);
// EXTERNAL MODULE: ./src/run.ts + 4 modules
var src_run = __webpack_require__(33307);
// EXTERNAL MODULE: ./src/runner/log.ts
var log = __webpack_require__(47708);
// EXTERNAL MODULE: ./src/errors.ts
var errors = __webpack_require__(83916);
// EXTERNAL MODULE: ./src/mailboxes/shard.ts
var mailboxes_shard = __webpack_require__(74492);
// EXTERNAL MODULE: ./src/text/numbers.ts
var numbers = __webpack_require__(92613);
// EXTERNAL MODULE: external "node:crypto"
var external_node_crypto_ = __webpack_require__(77598);
// EXTERNAL MODULE: ./src/json.ts
var json = __webpack_require__(8301);
// EXTERNAL MODULE: ./src/mailboxes/address.ts
var mailboxes_address = __webpack_require__(16592);
// EXTERNAL MODULE: ./src/mailboxes/list-file.ts + 3 modules
var list_file = __webpack_require__(5687);
// EXTERNAL MODULE: ./src/mailboxes/mailbox.ts
var mailbox = __webpack_require__(6404);
// EXTERNAL MODULE: ./src/reports/expressions/evaluation.ts
var evaluation = __webpack_require__(53881);
// EXTERNAL MODULE: ./src/shards/header.ts
var shards_header = __webpack_require__(34636);
// EXTERNAL MODULE: ./src/shards/lines.ts
var shards_lines = __webpack_require__(34114);
;// CONCATENATED MODULE: ./src/shards/unusable.ts
/** Why a shard cannot be used. The message is a sentence about its artifact. */
class UnusableShard extends Error {
    name = 'UnusableShard';
}

;// CONCATENATED MODULE: ./src/shards/values.ts



// Checks of the values in a shard file. All throw an `UnusableShard`.
/** The JSON of a line. */
function parsed(line) {
    if (line === undefined)
        throw new UnusableShard('It ends early.');
    try {
        return (0,json/* parseJson */.qF)(line);
    }
    catch {
        throw malformed();
    }
}
/** An array of a length. */
function tuple(value, length) {
    if (!Array.isArray(value) || value.length !== length)
        throw malformed();
    return value;
}
/** The array under a key, with a maximum length. */
function array(value, key, most) {
    const found = (0,json/* property */.MZ)(value, key);
    if (!Array.isArray(found) || found.length > most)
        throw malformed();
    return found;
}
/** A text of a length that the files can have. */
function values_text(value) {
    if (typeof value !== 'string' || value.length > shards_lines/* MAX_TEXT */.lG)
        throw malformed();
    return value;
}
/** The SHA-256 under a key, in hex. */
function digest(value, key) {
    const found = values_text((0,json/* property */.MZ)(value, key));
    if (!/^[0-9a-f]{64}$/.test(found))
        throw malformed();
    return found;
}
/** The integer under a key. */
function integer(value, key, least, most) {
    const found = (0,json/* property */.MZ)(value, key);
    if (!isInteger(found, least, most))
        throw malformed();
    return found;
}
function isInteger(value, least, most) {
    return typeof value === 'number' && Number.isInteger(value) && value >= least && value <= most;
}
function malformed() {
    return new UnusableShard('It has a malformed line.');
}
function unexpected() {
    throw malformed();
}

;// CONCATENATED MODULE: ./src/shards/decode.ts











// Everything in an artifact is hostile: any job of the run can upload one.
const MAX_HEADER_BYTES = 16 * 1024 * 1024;
const MAX_LIST_LINE_BYTES = 4 * 1024;
const MAX_END_BYTES = 1024 * 1024;
/** All lines of a mailbox. The reader allows 64 Mi characters of responses, and the paths of folders repeat their parents. */
const MAX_MAILBOX_BYTES = 256 * 1024 * 1024;
const MAX_FILES = 100_000;
const MAX_REPORTS = 1_000;
const MAX_NUMBER = 1_000_000_000;
/** Reads the first line of a shard file. Rejects with an `UnusableShard`. */
async function readHeader(lines) {
    const header = parsed(await lines.next(MAX_HEADER_BYTES));
    if ((0,json/* property */.MZ)(header, 'format') !== shards_header/* SHARD_FORMAT */.LS)
        throw new UnusableShard('It is not the file of a shard.');
    if ((0,json/* property */.MZ)(header, 'version') !== shards_header/* SHARD_VERSION */.Cw) {
        throw new UnusableShard('Another version of the action wrote it.');
    }
    const of = integer(header, 'of', 1, mailboxes_shard/* MAX_SHARDS */.hH);
    const list = (0,json/* property */.MZ)(header, 'list');
    const run = {
        of,
        listDigest: digest(list, 'digest'),
        listLength: integer(list, 'length', 1, list_file/* MAX_LIST_BYTES */.Cb),
        listFiles: array(list, 'files', MAX_FILES).map((file) => values_text(file)),
        duplicateCount: integer(list, 'duplicateCount', 0, list_file/* MAX_LIST_BYTES */.Cb),
        duplicates: array(list, 'duplicates', 10).map(duplicateOf),
        reports: array(header, 'reports', MAX_REPORTS).map(reportOf),
        cloud: values_text((0,json/* property */.MZ)(header, 'cloud')),
        tenant: values_text((0,json/* property */.MZ)(header, 'tenant')),
    };
    return {
        number: integer(header, 'shard', 1, of),
        run,
        started: values_text((0,json/* property */.MZ)(header, 'started')),
        attempt: integer(header, 'attempt', 1, MAX_NUMBER),
        certificate: certificateOf((0,json/* property */.MZ)(header, 'certificate')),
    };
}
/** Reads the list, which follows the header. Rejects with an `UnusableShard` if it is not the list of the header. */
async function readList(lines, run) {
    const { listLength, listFiles, listDigest, duplicateCount, duplicates } = run;
    const hash = (0,external_node_crypto_.createHash)('sha256');
    const builder = new mailbox/* MailboxListBuilder */.i();
    let characters = 0;
    let lastFile = 0;
    for (let position = 0; position < listLength; position += 1) {
        const line = await lines.next(MAX_LIST_LINE_BYTES);
        hash.update(`${line ?? ''}\n`);
        const [address, number, fileNumber] = tuple(parsed(line), 3);
        const file = typeof fileNumber === 'number' && fileNumber >= lastFile ? listFiles[fileNumber] : undefined;
        if (typeof address !== 'string' || !(0,mailboxes_address/* isMailboxId */.GB)(address) || !isInteger(number, 1, MAX_NUMBER))
            throw malformed();
        characters += address.length;
        // The mailboxes of a file follow one another.
        if (file === undefined || typeof fileNumber !== 'number' || characters > list_file/* MAX_LIST_BYTES */.Cb)
            throw malformed();
        lastFile = fileNumber;
        builder.add({ address, file, line: number });
    }
    if (hash.digest('hex') !== listDigest)
        throw new UnusableShard('Its mailbox list does not match its digest.');
    const list = builder.build(listFiles);
    if (list.duplicateCount > 0)
        throw new UnusableShard('Its mailbox list repeats an address.');
    return { ...list, duplicateCount, duplicates };
}
/** Reads the results of the mailbox at a position, one for each report. Rejects with an `UnusableShard`. */
async function readMailbox(lines, position, reports) {
    let bytesLeft = MAX_MAILBOX_BYTES;
    const next = async () => {
        const line = await lines.next(bytesLeft);
        bytesLeft -= line?.length ?? 0;
        return parsed(line);
    };
    const [at, ...counts] = tuple(await next(), reports.length + 1);
    if (at !== position)
        throw malformed();
    const results = [];
    for (const [number, report] of reports.entries()) {
        const found = counts[number];
        if (typeof found !== 'number') {
            results.push(failureOf(found));
            continue;
        }
        const rowsExpected = report.rows === undefined ? isInteger(found, 1, 1) : isInteger(found, 0, MAX_NUMBER);
        if (!rowsExpected)
            throw malformed();
        const columns = Object.keys(report.columns).length;
        const value = [];
        while (value.length < found)
            value.push(rowOf(await next(), columns));
        results.push({ status: 'ok', value });
    }
    return results;
}
/** Reads the last line, and the end of the file. Rejects with an `UnusableShard`. */
async function readEnd(lines) {
    const line = parsed(await lines.next(MAX_END_BYTES));
    const end = (0,json/* property */.MZ)(line, 'end');
    if (!(0,json/* isObject */.Gv)(end))
        throw malformed();
    const throttling = (0,json/* property */.MZ)(end, 'throttling');
    const stoppedBy = (0,json/* property */.MZ)(end, 'stoppedBy');
    const warnings = array(end, 'warnings', shards_lines/* MAX_WARNINGS */.rE).map((warning) => values_text(warning));
    const waited = (0,json/* property */.MZ)(throttling, 'waitedMs');
    // Also checks the checksum of the compressed file.
    if ((await lines.next(0)) !== undefined || typeof waited !== 'number' || waited < 0)
        throw malformed();
    return {
        throttling: {
            waits: integer(throttling, 'waits', 0, MAX_NUMBER),
            waitedMs: waited,
            refused: integer(throttling, 'refused', 0, Number.MAX_SAFE_INTEGER),
        },
        warnings,
        stoppedBy: stoppedBy === undefined
            ? undefined
            : { message: values_text((0,json/* property */.MZ)(stoppedBy, 'message')), hint: values_text((0,json/* property */.MZ)(stoppedBy, 'hint')) },
    };
}
function rowOf(line, columns) {
    if (!Array.isArray(line) || line.length > 4)
        throw malformed();
    const [cells, positions = [], failure = null, id] = line;
    if (!Array.isArray(cells) || cells.length !== columns || !Array.isArray(positions))
        throw malformed();
    for (const cell of cells)
        checkCell(cell);
    const incomplete = positions.map((position) => (isInteger(position, 0, columns - 1) ? position : unexpected()));
    return {
        cells,
        incomplete: incomplete.length === 0 ? undefined : new Set(incomplete),
        ...(failure === null ? {} : { failure: failureOf(failure) }),
        ...(typeof id === 'string' ? { id } : {}),
    };
}
/** Deep nesting would overflow the stack later. */
function checkCell(cell) {
    if (typeof cell !== 'object')
        return;
    try {
        (0,evaluation/* checkSize */.C1)(cell);
    }
    catch {
        throw malformed();
    }
}
const UNREADABLE = {
    'not-found': true,
    'no-mailbox': true,
    'access-denied': true,
    throttled: true,
    failed: true,
    cancelled: true,
};
function isUnreadableStatus(status) {
    return typeof status === 'string' && Object.hasOwn(UNREADABLE, status);
}
function failureOf(value) {
    const [status, error] = tuple(value, 2);
    if (!isUnreadableStatus(status) || typeof error !== 'string')
        throw malformed();
    return { status, error };
}
function duplicateOf(value) {
    const [mailbox, firstAt] = tuple(value, 2);
    return { mailbox: mailboxOf(mailbox), firstAt: mailboxOf(firstAt) };
}
function mailboxOf(value) {
    const [address, file] = [values_text((0,json/* property */.MZ)(value, 'address')), values_text((0,json/* property */.MZ)(value, 'file'))];
    return { address, file, line: integer(value, 'line', 1, MAX_NUMBER) };
}
function reportOf(value) {
    return { name: values_text((0,json/* property */.MZ)(value, 'name')), digest: digest(value, 'digest') };
}
function certificateOf(value) {
    if (value === undefined)
        return undefined;
    const thumbprint = (0,json/* property */.MZ)(value, 'thumbprint');
    const notAfter = new Date(values_text((0,json/* property */.MZ)(value, 'expires')));
    if (typeof thumbprint !== 'string' || !/^[0-9A-F]{40}$/.test(thumbprint) || Number.isNaN(notAfter.getTime())) {
        throw malformed();
    }
    return { notAfter, thumbprint };
}

// EXTERNAL MODULE: external "node:fs"
var external_node_fs_ = __webpack_require__(73024);
// EXTERNAL MODULE: external "node:stream"
var external_node_stream_ = __webpack_require__(57075);
// EXTERNAL MODULE: external "node:zlib"
var external_node_zlib_ = __webpack_require__(38522);
;// CONCATENATED MODULE: ./src/shards/gzip-lines.ts





const NEWLINE = 0x0a;
/** Bytes of a whole shard file, decompressed: 125,000 mailboxes with 500 folders each are some 8 GiB. */
const MAX_FILE_BYTES = 32 * 1024 ** 3;
/** Reads the lines of a gzip file one by one. Rejects with an `UnusableShard` if it is damaged or exceeds a limit. */
class GzipLines {
    #chunks;
    #buffer = Buffer.alloc(0);
    #position = 0;
    #bytes = 0;
    constructor(file) {
        const gunzip = (0,external_node_zlib_.createGunzip)();
        // Errors of the file arrive at the iterator, too.
        (0,external_node_stream_.pipeline)((0,external_node_fs_.createReadStream)(file), gunzip, () => undefined);
        const chunks = gunzip;
        this.#chunks = chunks[Symbol.asyncIterator]();
    }
    /** The next line without its line end; undefined at the end of the file. Rejects if it is longer than `maxBytes`. */
    async next(maxBytes) {
        const parts = [];
        let length = 0;
        for (;;) {
            const end = this.#buffer.indexOf(NEWLINE, this.#position);
            const part = this.#buffer.subarray(this.#position, end === -1 ? undefined : end);
            length += part.length;
            if (length > maxBytes)
                throw new UnusableShard('A line in it is too long.');
            if (end !== -1) {
                this.#position = end + 1;
                return parts.length === 0 ? part.toString('utf8') : Buffer.concat([...parts, part]).toString('utf8');
            }
            if (part.length > 0)
                parts.push(part);
            if (!(await this.#fill())) {
                if (length > 0)
                    throw new UnusableShard('It ends inside a line.');
                return undefined;
            }
        }
    }
    /** Skips lines. Rejects if there are fewer. */
    async skip(lines) {
        for (let left = lines; left > 0;) {
            const end = this.#buffer.indexOf(NEWLINE, this.#position);
            if (end !== -1) {
                this.#position = end + 1;
                left -= 1;
            }
            else if (!(await this.#fill()))
                throw new UnusableShard('It ends early.');
        }
    }
    /** Closes the file. */
    async close() {
        await this.#chunks.return?.();
    }
    async #fill() {
        try {
            const next = await this.#chunks.next();
            if (next.done === true)
                return false;
            this.#buffer = next.value;
            this.#position = 0;
            this.#bytes += this.#buffer.length;
        }
        catch (error) {
            throw new UnusableShard(`It cannot be decompressed: ${(0,errors/* describeError */.Uc)(error)}.`);
        }
        if (this.#bytes > MAX_FILE_BYTES)
            throw new UnusableShard('It exceeds 32 GiB.');
        return true;
    }
}

;// CONCATENATED MODULE: ./src/shards/reader.ts






/**
 * Small, so that a chunk is garbage before V8 moves it to the old generation: with 1,000, merging 1,000,000 mailboxes took 430 MiB
 * instead of 315 (one run each).
 */
const MAX_CHUNK = 100;
/** Rows of a chunk: a mailbox may have thousands of folders. */
const MAX_ROWS = 10_000;
const MAX_PROBLEMS = 5;
/**
 * Reads the files of shards instead of a service. Mailboxes of a shard that is missing or cannot be used are `failed`, with
 * the reason.
 */
class ShardReader {
    #options;
    #unusable;
    #stops = [];
    #finished = 0;
    constructor(options) {
        this.#options = options;
        this.#unusable = new Map(options.unusable);
    }
    /** The number of mailboxes with a result. */
    get finished() {
        return this.#finished;
    }
    /** Shards that cannot be used, else why a shard stopped reading early. */
    get stoppedBy() {
        const { of, foreign } = this.#options;
        const unusable = [...this.#unusable].sort(([one], [other]) => one - other);
        const problems = [...unusable.map(([number, reason]) => `Shard ${number} of ${of}: ${reason}`), ...foreign];
        if (problems.length > 0)
            return unusableError(problems);
        const [stop] = this.#stops;
        return stop === undefined ? undefined : new errors/* UserError */.yo('INCOMPLETE', stop.message, { hint: stop.hint });
    }
    /** Yields the results in chunks, each mailbox once, in list order. Rejects only for bugs. */
    async *read() {
        const { list, of, files, signal } = this.#options;
        for (let number = 1; number <= of; number += 1) {
            const range = (0,mailboxes_shard/* shardRange */.uk)(list.length, { number, of });
            let { start } = range;
            const file = files.get(number);
            try {
                if (file === undefined)
                    throw new UnusableShard(this.#unusable.get(number) ?? 'It is missing.');
                for await (const chunk of this.#chunks(file, range)) {
                    start += chunk.length;
                    this.#finished += chunk.length;
                    yield chunk;
                }
            }
            catch (error) {
                if (!(error instanceof UnusableShard))
                    throw error;
                this.#unusable.set(number, error.message);
            }
            for (; start < range.end; start += MAX_CHUNK) {
                const reason = signal.aborted
                    ? { status: 'cancelled', error: 'The run was cancelled before this shard was merged' }
                    : { status: 'failed', error: `Shard ${number} of ${of}: ${this.#unusable.get(number) ?? ''}` };
                const chunk = this.#unread({ start, end: Math.min(start + MAX_CHUNK, range.end) }, reason);
                this.#finished += chunk.length;
                yield chunk;
            }
        }
    }
    /** The results of a shard's file. Ends early if the run is cancelled. */
    async *#chunks(file, { start, end }) {
        const { list, reports, onEnd, signal } = this.#options;
        const lines = new GzipLines(file);
        let chunk = [];
        let rows = 0;
        try {
            const { run } = await readHeader(lines);
            await lines.skip(run.listLength);
            for (let position = start; position < end; position += 1) {
                if (signal.aborted)
                    break;
                const results = await readMailbox(lines, position, reports);
                chunk.push({ mailbox: list.at(position), results });
                for (const result of results)
                    if (result.status === 'ok')
                        rows += result.value.length;
                if (chunk.length < MAX_CHUNK && rows < MAX_ROWS)
                    continue;
                const full = chunk;
                [chunk, rows] = [[], 0];
                yield full;
            }
            if (chunk.length > 0)
                yield chunk;
            chunk = [];
            if (signal.aborted)
                return;
            const last = await readEnd(lines);
            if (last.stoppedBy !== undefined)
                this.#stops.push(last.stoppedBy);
            onEnd(last);
        }
        catch (error) {
            // What precedes a damaged line was read.
            if (chunk.length > 0)
                yield chunk;
            throw error;
        }
        finally {
            await lines.close();
        }
    }
    #unread({ start, end }, reason) {
        const { list, reports } = this.#options;
        const results = reports.map(() => reason);
        return Array.from({ length: end - start }, (_, at) => ({ mailbox: list.at(start + at), results }));
    }
}
/** The UserError `SHARD_UNUSABLE` with the first of some sentences. */
function unusableError(problems) {
    const shown = problems.slice(0, MAX_PROBLEMS);
    if (problems.length > shown.length)
        shown.push(`${(0,numbers/* count */.U9)(problems.length - shown.length)} more cannot be used.`);
    return new errors/* UserError */.yo('SHARD_UNUSABLE', shown.join(' '), {
        hint: 'Re-run the failed jobs of this workflow run. All shards and the merge must have the same list, reports, ' +
            '"artifact-name" and version of the action.',
    });
}

// EXTERNAL MODULE: ./src/steps/guarded.ts
var guarded = __webpack_require__(55027);
// EXTERNAL MODULE: ./src/steps/settings.ts
var settings = __webpack_require__(19150);
// EXTERNAL MODULE: ./src/steps/sign-in.ts + 11 modules
var sign_in = __webpack_require__(85848);
// EXTERNAL MODULE: ./src/inputs.ts
var inputs = __webpack_require__(38422);
// EXTERNAL MODULE: ./src/runner/inputs.ts
var runner_inputs = __webpack_require__(39205);
;// CONCATENATED MODULE: ./src/merge/inputs.ts


/** Reads the inputs of the merge action. Throws a UserError `INPUT_INVALID`. */
function readMergeInputs(env) {
    return { report: (0,runner_inputs/* lines */.Mn)(env, 'report'), ...(0,inputs/* outputInputs */.rl)(env) };
}

// EXTERNAL MODULE: ./src/reports/built-in.ts + 10 modules
var built_in = __webpack_require__(18261);
// EXTERNAL MODULE: ./src/reports/choose.ts
var choose = __webpack_require__(4274);
// EXTERNAL MODULE: ./src/text/display.ts
var display = __webpack_require__(24745);
;// CONCATENATED MODULE: ./src/merge/reports.ts







/**
 * The definitions of the reports that the shards read, and the policy. Rejects with the UserError `SHARD_UNUSABLE` if the
 * shards read other reports than the inputs ask for, or as `chooseReports` and `choosePolicy` do.
 */
async function mergedReports({ report, policy: policyFile }, workspace, run) {
    const named = report.length === 0 ? builtIn(run) : await (0,choose/* chooseReports */.jK)(report, workspace);
    const chosen = await (0,load/* choosePolicy */.KV)(policyFile, workspace, named);
    const missing = chosen.added.filter((name) => run.reports.every((read) => read.name !== name));
    if (missing.length > 0) {
        throw new errors/* UserError */.yo('SHARD_UNUSABLE', `The policy has rules about ${missing.join(', ')}, which no shard read.`, {
            hint: 'Set "policy" in the shards as well: it decides which reports they read.',
        });
    }
    const isSame = chosen.reports.length === run.reports.length &&
        chosen.reports.every((definition, at) => {
            const read = run.reports[at];
            return read?.name === definition.name && read.digest === (0,shards_header/* definitionDigest */.uo)(definition);
        });
    if (isSame)
        return chosen;
    throw new errors/* UserError */.yo('SHARD_UNUSABLE', `The shards read ${namesOf(run.reports)}, and this step expects ${namesOf(chosen.reports)}, or their definitions differ.`, { hint: 'Set "report" and "policy" to the same values in the shards and in the merge action, at the same commit.' });
}
function builtIn({ reports }) {
    return reports.map(({ name }) => {
        const definition = built_in/* builtInReports */.v.get(name);
        if (definition !== undefined)
            return definition;
        throw new errors/* UserError */.yo('SHARD_UNUSABLE', `The shards read ${namesOf(reports)}, and not all of them are built in.`, {
            hint: 'Set "report" in the merge action to the same value as in the shards, with the paths of report files.',
        });
    });
}
function namesOf(reports) {
    return (0,numbers/* someNames */.Xq)(reports.map(({ name }) => name), display/* visibleLine */.P8);
}

// EXTERNAL MODULE: ./src/output/artifact.ts
var artifact = __webpack_require__(60695);
// EXTERNAL MODULE: external "node:fs/promises"
var promises_ = __webpack_require__(51455);
// EXTERNAL MODULE: external "node:path"
var external_node_path_ = __webpack_require__(76760);
var external_node_path_default = /*#__PURE__*/__webpack_require__.n(external_node_path_);
;// CONCATENATED MODULE: ./src/shards/find.ts





/** Bytes of an artifact, compressed. */
const MAX_ARTIFACT_BYTES = 8 * 1024 ** 3;
/** The artifacts of this run with the names of shards, in the order of the shards. `artifactName`: that of the merge. */
function shardsAmong(artifacts, artifactName) {
    return artifacts
        .flatMap((artifact) => {
        const [, number, of] = /-shard-(\d{1,3})-of-(\d{1,3})$/.exec(artifact.name) ?? [];
        const shard = { number: Number(number), of: Number(of) };
        const isShard = shard.number >= 1 && shard.number <= shard.of && shard.of <= mailboxes_shard/* MAX_SHARDS */.hH;
        // Also refuses leading zeros: every shard has one name.
        return isShard && artifact.name === (0,mailboxes_shard/* shardArtifactName */.u9)(artifactName, shard) ? [{ shard, artifact }] : [];
    })
        .sort((one, other) => one.shard.of - other.shard.of || one.shard.number - other.shard.number);
}
/**
 * Downloads the file of a shard into a folder of its own below `folder`, and returns its path. Rejects with an `UnusableShard`
 * if that is not possible or the file differs from the one that was uploaded.
 */
async function downloadShard(client, { id, size, digest }, folder) {
    if (!(size <= MAX_ARTIFACT_BYTES))
        throw new UnusableShard('It exceeds 8 GiB.');
    const own = external_node_path_default().join(folder, String(id));
    try {
        await (0,promises_.mkdir)(own);
        const expected = digest === undefined ? {} : { expectedHash: digest };
        const { digestMismatch } = await client.downloadArtifact(id, { path: own, skipDecompress: true, ...expected });
        if (digestMismatch === true)
            throw new UnusableShard('The download does not match its digest.');
        const [file, ...others] = await (0,promises_.readdir)(own, { withFileTypes: true });
        if (file?.isFile() !== true || others.length > 0)
            throw new UnusableShard('It is not a single file.');
        return external_node_path_default().join(own, file.name);
    }
    catch (error) {
        if (error instanceof UnusableShard)
            throw error;
        throw new UnusableShard(`It cannot be downloaded: ${(0,errors/* describeError */.Uc)(error)}.`);
    }
}

;// CONCATENATED MODULE: ./src/merge/shards.ts











/**
 * Downloads the shards of this workflow run into a folder and finds those that belong together: the most frequent list,
 * reports and number of shards. Rejects with a UserError: `SHARD_NOT_FOUND` if there is no shard, `SHARD_UNUSABLE` if none can
 * be used, or as `requireArtifactService` does.
 */
async function openShards(env, { core, signal, loadArtifactClient }, { artifactName = inputs/* DEFAULT_ARTIFACT_NAME */.N0 }, temp) {
    (0,artifact/* requireArtifactService */.v)(env);
    const client = await loadArtifactClient();
    const { artifacts } = await client.listArtifacts({ latest: true }).catch((error) => {
        throw new errors/* UserError */.yo('ARTIFACT_FAILED', 'The artifacts of this run could not be listed.', {
            hint: 'Run the job again. Check https://www.githubstatus.com.',
            cause: error,
        });
    });
    const found = shardsAmong(artifacts, artifactName);
    if (found.length === 0)
        throw notFoundError(artifactName, artifacts);
    const opened = [];
    const unusable = new Map();
    for (const one of found) {
        signal.throwIfAborted();
        try {
            opened.push({ ...one, ...(await openShard(client, one, temp)) });
        }
        catch (error) {
            if (!(error instanceof UnusableShard))
                throw error;
            unusable.set(one, error.message);
        }
    }
    const chosen = await mostFrequentRun(opened, unusable);
    for (const { artifact, header } of chosen?.shards ?? []) {
        core.info((0,log/* logText */.kc)(`${artifact.name}: read on ${header.started}, attempt ${header.attempt} of the run`));
    }
    const problems = [...unusable].map(([{ artifact }, reason]) => `${artifact.name}: ${reason}`);
    for (const problem of problems)
        core.info((0,log/* logText */.kc)(problem));
    if (chosen === undefined)
        throw unusableError(problems);
    const { run, list, shards } = chosen;
    const certificates = shards.flatMap(({ header }) => header.certificate ?? []);
    return {
        ...{ run, list },
        files: new Map(shards.map(({ shard, file }) => [shard.number, file])),
        unusable: reasons(unusable, shards, run.of),
        foreign: [...unusable.keys()]
            .filter(({ shard }) => shard.of !== run.of)
            .map(({ artifact }) => `${artifact.name} is of another number of shards.`),
        certificate: certificates.sort((one, other) => one.notAfter.getTime() - other.notAfter.getTime())[0],
    };
}
async function openShard(client, { artifact, shard }, temp) {
    const file = await downloadShard(client, artifact, temp);
    const lines = new GzipLines(file);
    try {
        const header = await readHeader(lines);
        const { number, run } = header;
        if (number !== shard.number || run.of !== shard.of)
            throw new UnusableShard(`It has shard ${number} of ${run.of}.`);
        return { file, header };
    }
    finally {
        await lines.close();
    }
}
/** Finds the run that most shards belong to, and moves the others to `unusable`. Undefined if no shard has a valid list. */
async function mostFrequentRun(opened, unusable) {
    const byRun = Map.groupBy(opened, ({ header }) => JSON.stringify(header.run));
    const [most, ...others] = [...byRun.values()].sort((one, other) => other.length - one.length);
    for (const foreign of others.flat()) {
        unusable.set(foreign, 'It is of another mailbox list, other reports or another number of shards.');
    }
    const shards = [...(most ?? [])];
    for (let shard = shards[0]; shard !== undefined; shard = shards[0]) {
        const { run } = shard.header;
        try {
            return { run, list: await listOf(shard), shards };
        }
        catch (error) {
            if (!(error instanceof UnusableShard))
                throw error;
            unusable.set(shard, error.message);
            shards.shift();
        }
    }
    return undefined;
}
async function listOf({ file, header }) {
    const lines = new GzipLines(file);
    try {
        await readHeader(lines);
        return await readList(lines, header.run);
    }
    finally {
        await lines.close();
    }
}
/** Why shards of a number of shards cannot be used, by their number. */
function reasons(unusable, usable, of) {
    const known = new Map([...unusable].map(([{ shard }, reason]) => [shard.of === of ? shard.number : 0, reason]));
    const present = new Set(usable.map(({ shard }) => shard.number));
    const numbers = Array.from({ length: of }, (_, at) => at + 1).filter((number) => !present.has(number));
    return new Map(numbers.map((number) => [number, known.get(number) ?? 'It is missing.']));
}
function notFoundError(artifactName, artifacts) {
    const names = artifacts.map(({ name }) => name);
    const others = names.length === 0 ? 'no artifact' : (0,numbers/* someNames */.Xq)(names, display/* visibleLine */.P8);
    return new errors/* UserError */.yo('SHARD_NOT_FOUND', `This workflow run has no artifact "${artifactName}-shard-1-of-8" or of another shard. It has ${others}.`, {
        hint: 'Read the shards in jobs that this job needs, with "shard" and the same "artifact-name". If a shard failed, its job says ' +
            'why.',
    });
}

;// CONCATENATED MODULE: ./src/merge/run.ts

















/**
 * Runs the merge action and returns its result: reads the rows of the shards of this workflow run instead of Graph, and then
 * reports, judges and delivers as a run without shards does. Never rejects.
 */
function runMerge(env, dependencies) {
    return (0,guarded/* guarded */.N)(env, dependencies, async (all) => {
        const inputs = readMergeInputs(env);
        (0,formats/* requireFormats */.M)(inputs.formats);
        const temp = (0,output_directory/* makeTempFolder */.Pd)(env.RUNNER_TEMP ?? (0,external_node_os_.tmpdir)(), 'mailbox-report-shards-');
        try {
            return await merge(env, all, inputs, temp);
        }
        finally {
            await (0,output_directory/* removeTemp */.DO)(temp);
        }
    });
}
async function merge(env, dependencies, inputs, temp) {
    const { core, signal } = dependencies;
    const started = dependencies.now();
    await (0,settings/* logSettings */.A)(core, settingsOf(inputs));
    const shards = await (0,log/* logGroup */.QT)(core, 'Shards', () => openShards(env, dependencies, inputs, temp));
    const { run, list, files, unusable, foreign } = shards;
    const { policy, reports } = await mergedReports(inputs, (0,src_context/* workspaceOf */.B)(env), run);
    const baseline = await (0,load/* chooseBaseline */.hf)(inputs.baseline, (0,src_context/* workspaceOf */.B)(env), policy);
    const context = {
        ...{ env, inputs, cloud: run.cloud, tenant: run.tenant, reports, policy, baseline, started, warnings: [] },
        ...dependencies,
    };
    (0,outputs/* setOutputs */.n0)(core, { 'mailbox-count': list.length });
    (0,annotations/* annotateDuplicates */.$c)(core, list, inputs.summary === 'full' ? 'full' : 'counts');
    const throttling = { waits: 0, waitedMs: 0, refused: 0 };
    const reader = new ShardReader({
        ...{ list, reports, of: run.of, files, unusable, foreign, signal },
        onEnd: (end) => {
            add(throttling, end.throttling);
            for (const warning of end.warnings)
                if (!context.warnings.includes(warning))
                    (0,src_context/* warn */.R)(context, warning);
        },
    });
    const { certificate } = shards;
    if (certificate !== undefined)
        (0,sign_in/* setCertificateOutputs */.U7)(context, certificate);
    const source = { mailboxes: list, reader, throttling: () => throttling, unlisted: undefined };
    return (0,src_run/* reportOn */.S)(context, source, certificate);
}
function add(sum, { waits, waitedMs, refused }) {
    sum.waits += waits;
    sum.waitedMs += waitedMs;
    sum.refused += refused;
}
function settingsOf({ report, policy, baseline, failOn, compare, maxUnreadable, artifactName }) {
    return {
        report: report.length === 0 ? undefined : report.join(', '),
        policy,
        'fail-on': policy && failOn,
        baseline,
        compare: (0,settings/* compareText */.n)(compare),
        'max-unreadable': (0,result/* maxUnreadableText */.Dr)(maxUnreadable),
        'artifact-name': artifactName ?? '',
    };
}


/***/ }),

/***/ 33307:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  S: () => (/* binding */ reportOn),
  e: () => (/* binding */ run)
});

// EXTERNAL MODULE: ./src/output/deliver.ts
var deliver = __webpack_require__(73164);
// EXTERNAL MODULE: ./src/output/progress.ts
var progress = __webpack_require__(6262);
// EXTERNAL MODULE: ./src/output/sinks.ts + 3 modules
var output_sinks = __webpack_require__(83405);
// EXTERNAL MODULE: ./src/output/totals/totals.ts
var totals_totals = __webpack_require__(28290);
// EXTERNAL MODULE: ./src/pipeline.ts
var pipeline = __webpack_require__(15165);
// EXTERNAL MODULE: ./src/policy/load.ts
var load = __webpack_require__(58164);
// EXTERNAL MODULE: ./src/runner/log.ts
var log = __webpack_require__(47708);
// EXTERNAL MODULE: ./src/runner/repository-visibility.ts
var repository_visibility = __webpack_require__(17);
// EXTERNAL MODULE: ./src/steps/compare.ts + 14 modules
var compare = __webpack_require__(71152);
// EXTERNAL MODULE: ./src/steps/conclude.ts
var conclude = __webpack_require__(25886);
// EXTERNAL MODULE: ./src/steps/guarded.ts
var guarded = __webpack_require__(55027);
// EXTERNAL MODULE: ./src/auth/clouds.ts
var clouds = __webpack_require__(56910);
// EXTERNAL MODULE: ./src/context.ts
var src_context = __webpack_require__(40788);
// EXTERNAL MODULE: ./src/inputs.ts
var src_inputs = __webpack_require__(38422);
// EXTERNAL MODULE: ./src/output/formats.ts + 5 modules
var formats = __webpack_require__(78507);
// EXTERNAL MODULE: ./src/reports/choose.ts
var choose = __webpack_require__(4274);
// EXTERNAL MODULE: ./src/result.ts
var src_result = __webpack_require__(51666);
// EXTERNAL MODULE: ./src/steps/settings.ts
var settings = __webpack_require__(19150);
// EXTERNAL MODULE: ./src/steps/sign-in.ts + 11 modules
var sign_in = __webpack_require__(85848);
;// CONCATENATED MODULE: ./src/steps/open-run.ts









/**
 * Reads the inputs and the committed files that they name, and logs the settings. Rejects with the UserErrors of invalid inputs,
 * reports, policies and baselines.
 */
async function openRun(env, dependencies) {
    const inputs = (0,src_inputs/* readReportInputs */.gM)(env);
    (0,formats/* requireFormats */.M)(inputs.formats);
    const workspace = (0,src_context/* workspaceOf */.B)(env);
    const named = await (0,choose/* chooseReports */.jK)(inputs.report, workspace);
    const { policy, reports, added } = await (0,load/* choosePolicy */.KV)(inputs.policy, workspace, named);
    const baseline = await (0,load/* chooseBaseline */.hf)(inputs.baseline, workspace, policy);
    const { cloud, graphUrl, tenantId: tenant } = inputs;
    const context = {
        ...{ env, inputs, tenant, reports, policy, baseline, started: dependencies.now(), warnings: [] },
        cloud: graphUrl === clouds/* clouds */.Pk[cloud].graphUrl ? cloud : `${cloud}, ${graphUrl}`,
        ...dependencies,
    };
    const notes = added.length === 0 ? [] : [`Also read, because the policy needs it: ${added.join(', ')}`];
    await (0,settings/* logSettings */.A)(context.core, settingsOf(context), notes);
    return context;
}
function settingsOf({ inputs, reports, policy, baseline }) {
    const { shard, unlisted } = inputs;
    return {
        'tenant-id': inputs.tenantId,
        'client-id': inputs.clientId,
        credential: inputs.credential.kind,
        'authority-host': inputs.authorityHost,
        'graph-url': inputs.graphUrl,
        'exchange-url': (0,sign_in/* needsExchange */.z8)(inputs, reports) ? inputs.exchangeUrl : undefined,
        mailboxes: inputs.mailboxes.join(', ') || undefined,
        unlisted: unlisted === 'ignore' ? undefined : unlisted,
        report: reports.map(({ name }) => name).join(', '),
        policy: policy?.file,
        'fail-on': policy && inputs.failOn,
        baseline: baseline?.file,
        compare: (0,settings/* compareText */.n)(inputs.compare),
        shard: shard && `${shard.number}/${shard.of}`,
        'max-unreadable': (0,src_result/* maxUnreadableText */.Dr)(inputs.maxUnreadable),
        concurrency: String(inputs.concurrency),
    };
}

// EXTERNAL MODULE: ./src/steps/read.ts + 10 modules
var read = __webpack_require__(36782);
// EXTERNAL MODULE: external "node:path"
var external_node_path_ = __webpack_require__(76760);
var external_node_path_default = /*#__PURE__*/__webpack_require__.n(external_node_path_);
// EXTERNAL MODULE: ./src/errors.ts
var errors = __webpack_require__(83916);
// EXTERNAL MODULE: ./src/mailboxes/shard.ts
var mailboxes_shard = __webpack_require__(74492);
// EXTERNAL MODULE: ./src/output/annotations.ts
var annotations = __webpack_require__(3151);
// EXTERNAL MODULE: ./src/output/files/output-directory.ts
var output_directory = __webpack_require__(51838);
// EXTERNAL MODULE: external "node:stream/promises"
var promises_ = __webpack_require__(46466);
// EXTERNAL MODULE: external "node:zlib"
var external_node_zlib_ = __webpack_require__(38522);
// EXTERNAL MODULE: ./src/shards/header.ts
var shards_header = __webpack_require__(34636);
// EXTERNAL MODULE: ./src/shards/lines.ts
var lines = __webpack_require__(34114);
// EXTERNAL MODULE: ./src/output/files/text-file.ts
var text_file = __webpack_require__(38749);
;// CONCATENATED MODULE: ./src/output/files/shard-file.ts






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
        this.#written = (0,promises_.finished)(this.#gzip.pipe(this.#stream));
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

// EXTERNAL MODULE: ./src/text/numbers.ts
var numbers = __webpack_require__(92613);
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
var summary = __webpack_require__(77235);
// EXTERNAL MODULE: ./src/outputs.ts
var outputs = __webpack_require__(7729);
;// CONCATENATED MODULE: ./src/steps/shard.ts

















/**
 * Reads a shard, uploads its rows for the merge action and returns the result. It neither judges nor compares: the result is
 * `pass`, also with unreadable mailboxes, `incomplete` after a cancelled run, or `error`.
 */
async function runShard(context, reading) {
    const { core, env, inputs, reports, started, cloud, tenant } = context;
    const { shard, list, reader, throttling, certificate } = reading;
    const { start, end } = (0,mailboxes_shard/* shardRange */.uk)(list.length, shard);
    const name = (0,mailboxes_shard/* shardArtifactName */.u9)(inputs.artifactName ?? '', shard);
    const folder = await (0,output_directory/* openOutputDirectory */.R9)(inputs.outputDirectory, env);
    (0,outputs/* setOutputs */.n0)(core, { 'mailbox-count': end - start, 'output-directory': folder });
    const file = new ShardFile(external_node_path_default().join(folder, name), start);
    try {
        const totals = await (0,log/* logGroup */.QT)(core, 'Read the mailboxes', async () => {
            core.info(`Shard ${shard.number} of ${shard.of}: mailboxes ${(0,numbers/* count */.U9)(start + 1)} to ${(0,numbers/* count */.U9)(end)} of the list`);
            const run = (0,shards_header/* shardRun */.iI)(list, { of: shard.of, reports, cloud, tenant });
            const attempt = Number(env.GITHUB_RUN_ATTEMPT ?? 1);
            await file.start({ number: shard.number, run, started: new Date(started).toISOString(), attempt, certificate }, list);
            return (0,pipeline/* runPipeline */.a)({
                source: (0,progress/* logProgress */.s)(context, { reader, waits: () => throttling().waits, total: end - start }),
                reports,
                stages: [],
                totals: new totals_totals/* Totals */.s(reports, undefined, started),
                sinks: [file],
            });
        });
        const { read, unreadable, total } = totals.mailboxes;
        const durationMs = context.now() - started;
        (0,outputs/* setOutputs */.n0)(core, { 'read-count': read, 'unreadable-count': unreadable });
        core.info((0,log/* logText */.kc)(`Read ${(0,numbers/* count */.U9)(read)} of ${(0,numbers/* counted */.hS)(total, 'mailbox', 'mailboxes')} in ${(0,numbers/* duration */.p0)(durationMs)}`));
        const { stoppedBy } = reader;
        const result = await uploadShard(context, { name, folder, place: file.path }, 
        // The merge action judges how many may be unreadable.
        (0,src_result/* resultOf */.Bg)(totals.counts, { maxUnreadable: { kind: 'percent', most: 100 }, failOn: 'never' }, stoppedBy), () => file.finish({ throttling: throttling(), warnings: context.warnings, stoppedBy }));
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

// EXTERNAL MODULE: ./src/steps/source.ts + 1 modules
var steps_source = __webpack_require__(43309);
// EXTERNAL MODULE: ./src/steps/stages.ts
var stages = __webpack_require__(6436);
;// CONCATENATED MODULE: ./src/run.ts

















/**
 * Runs the report action and returns its result. Never rejects: the reason of a failure is an annotation, and what was
 * read is written, uploaded and summarised before.
 */
function run(env, dependencies) {
    return (0,guarded/* guarded */.N)(env, dependencies, async (all) => report(await openRun(env, all)));
}
/** The product: sign in, read the list, pass every mailbox through the pipeline, deliver the result. */
async function report(context) {
    const { shard } = context.inputs;
    const { tokens, exchangeTokens, certificate } = await (0,sign_in/* signIn */.Jv)(context);
    const list = await (0,read/* listMailboxes */.dh)(context);
    const graph = (0,read/* openGraph */.Jn)(context, tokens);
    const source = await (0,steps_source/* openSource */.o)(context, list, { graph, exchangeTokens });
    if (shard !== undefined)
        return runShard(context, { ...source, shard, list, certificate });
    return reportOn(context, source, certificate);
}
/**
 * Passes every mailbox of a source through the pipeline and delivers the result. `certificate`: undefined if none signed in.
 */
async function reportOn(context, source, certificate) {
    const { core, reports, started } = context;
    const { mailboxes, reader, throttling, unlisted } = source;
    const visibility = (0,repository_visibility/* isPublicRepository */.G)(context.env, context);
    const highlights = await (0,stages/* highlightStage */.R)(reports, started);
    const judge = await (0,load/* openJudge */.S2)(context);
    const comparison = await (0,compare/* openComparison */.I)(context);
    const { summary: compared } = comparison;
    const opened = { baseline: judge?.baseline, isCompared: compared !== undefined, unlisted };
    const sinks = await (0,output_sinks/* openSinks */.fi)(context, mailboxes, opened);
    try {
        const totals = await (0,log/* logGroup */.QT)(core, 'Read the mailboxes', () => {
            (0,conclude/* logStart */.$E)(context, sinks);
            return (0,pipeline/* runPipeline */.a)({
                source: (0,progress/* logProgress */.s)(context, { reader, waits: () => throttling().waits, total: mailboxes.length }),
                reports,
                stages: [highlights, judge && (0,stages/* policyStage */.D)(judge), comparison.stage].filter((stage) => stage !== undefined),
                totals: new totals_totals/* Totals */.s(reports, judge?.newTally(), started, compared?.tally),
                sinks: sinks.all,
            });
        });
        const durationMs = context.now() - started;
        const run = { totals, sinks, mailboxes, judge, durationMs, unlisted };
        const result = await (0,log/* logGroup */.QT)(core, 'Findings', async () => (0,conclude/* conclude */.Ep)(context, { ...run, comparison, stoppedBy: reader.stoppedBy, isPublic: await visibility }));
        return await (0,deliver/* deliver */.cK)(context, { ...run, result, certificate, comparison: compared, throttling: throttling() });
    }
    finally {
        await (0,output_sinks/* discardSinks */.rs)(sinks);
        await comparison.close();
    }
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
function shardRun(mailboxes, { of, reports, cloud, tenant, }) {
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
        tenant,
    };
}
/** The lines of a list in a shard file: address, line, and position of the file among `listFiles`. */
function* listLines({ length, at, files }) {
    for (let position = 0; position < length; position += 1) {
        const { address, file, line } = at(position);
        yield JSON.stringify([address, line, files.indexOf(file)]);
    }
}
/** The digest of everything in a definition that decides rows. Highlights and places of a report file do not. */
function definitionDigest(definition) {
    const text = JSON.stringify({ ...definition, unit: undefined, highlights: undefined, places: undefined });
    return (0,node_crypto__WEBPACK_IMPORTED_MODULE_0__.createHash)('sha256').update(text).digest('hex');
}
/** The header as a line of JSON. */
function headerLine({ number, run, started, attempt, certificate }) {
    const { of, listDigest, listLength, listFiles, duplicateCount, duplicates, reports, cloud, tenant } = run;
    const header = {
        ...{ format: SHARD_FORMAT, version: SHARD_VERSION, shard: number, of, started, attempt, cloud, tenant },
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
/** Cells, then positions of incomplete cells, then status and error of a row that lacks rows below it, then the row's id. */
function rowLine({ cells, incomplete, status, error, id }) {
    if (id !== undefined) {
        return JSON.stringify([cells, [...(incomplete ?? [])], status === 'ok' ? null : [status, error], id]);
    }
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


/***/ })

};
