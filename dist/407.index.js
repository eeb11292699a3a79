export const id = 407;
export const ids = [407];
export const modules = {

/***/ 79407:
/***/ ((module, __webpack_exports__, __webpack_require__) => {

__webpack_require__.a(module, async (__webpack_handle_async_dependencies__, __webpack_async_result__) => { try {
__webpack_require__.r(__webpack_exports__);
/* harmony import */ var node_path__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(76760);
/* harmony import */ var node_path__WEBPACK_IMPORTED_MODULE_0___default = /*#__PURE__*/__webpack_require__.n(node_path__WEBPACK_IMPORTED_MODULE_0__);
/* harmony import */ var _run_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(33307);
/* harmony import */ var _start_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(30726);



await (0,_start_js__WEBPACK_IMPORTED_MODULE_2__/* .start */ .n)(_run_js__WEBPACK_IMPORTED_MODULE_1__/* .run */ .e, node_path__WEBPACK_IMPORTED_MODULE_0___default().dirname(process.argv[1] ?? '.'));

__webpack_async_result__();
} catch(e) { __webpack_async_result__(e); } }, 1);

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
