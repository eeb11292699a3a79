export const id = 113;
export const ids = [113];
export const modules = {

/***/ 8113:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

// ESM COMPAT FLAG
__webpack_require__.r(__webpack_exports__);

// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  runMerge: () => (/* binding */ runMerge)
});

// EXTERNAL MODULE: ./src/errors.ts
var errors = __webpack_require__(83916);
// EXTERNAL MODULE: ./src/outputs/annotations.ts
var annotations = __webpack_require__(88944);
// EXTERNAL MODULE: ./src/files/temp-folder.ts
var temp_folder = __webpack_require__(82766);
// EXTERNAL MODULE: ./src/mailboxes/mailbox.ts
var mailbox = __webpack_require__(6404);
// EXTERNAL MODULE: ./src/policy/load.ts
var load = __webpack_require__(58164);
// EXTERNAL MODULE: ./src/reports/built-in-tables.ts + 5 modules
var built_in_tables = __webpack_require__(35445);
// EXTERNAL MODULE: ./src/reports/choose.ts
var choose = __webpack_require__(4274);
// EXTERNAL MODULE: ./src/store/stored-definition.ts
var stored_definition = __webpack_require__(49554);
// EXTERNAL MODULE: ./src/text/display.ts
var display = __webpack_require__(24745);
// EXTERNAL MODULE: ./src/text/numbers.ts
var numbers = __webpack_require__(92613);
// EXTERNAL MODULE: ./src/reports/retirements.ts
var retirements = __webpack_require__(96927);
// EXTERNAL MODULE: ./src/actions/report.ts + 39 modules
var report = __webpack_require__(96104);
// EXTERNAL MODULE: ./src/run/log.ts
var log = __webpack_require__(23503);
// EXTERNAL MODULE: ./src/run/runner.ts + 2 modules
var run_runner = __webpack_require__(11072);
// EXTERNAL MODULE: ./src/run/read-inputs.ts
var read_inputs = __webpack_require__(66339);
// EXTERNAL MODULE: ./src/store/rows-reader.ts
var rows_reader = __webpack_require__(17838);
// EXTERNAL MODULE: ./src/store/shards.ts
var store_shards = __webpack_require__(45748);
// EXTERNAL MODULE: ./src/run/policy-stage.ts
var policy_stage = __webpack_require__(13176);
// EXTERNAL MODULE: ./src/actions/run-action.ts
var run_action = __webpack_require__(31737);
// EXTERNAL MODULE: ./src/source/sign-in.ts + 21 modules
var sign_in = __webpack_require__(37478);
// EXTERNAL MODULE: external "node:fs"
var external_node_fs_ = __webpack_require__(73024);
// EXTERNAL MODULE: external "node:fs/promises"
var promises_ = __webpack_require__(51455);
// EXTERNAL MODULE: external "node:path"
var external_node_path_ = __webpack_require__(76760);
var external_node_path_default = /*#__PURE__*/__webpack_require__.n(external_node_path_);
// EXTERNAL MODULE: ./src/run/inputs.ts + 3 modules
var inputs = __webpack_require__(75481);
// EXTERNAL MODULE: ./src/mailboxes/shard.ts
var mailboxes_shard = __webpack_require__(74492);
// EXTERNAL MODULE: ./src/outputs/artifact.ts
var artifact = __webpack_require__(20658);
// EXTERNAL MODULE: ./src/run/artifact-client.ts
var artifact_client = __webpack_require__(98651);
// EXTERNAL MODULE: ./src/store/report-files.ts + 1 modules
var report_files = __webpack_require__(68186);
;// CONCATENATED MODULE: ./src/store/joined-lists.ts



/**
 * Joins the lists of the usable shards, by their numbers, of a run with `of` shards. Without `mailboxes: all`, they are the same. With
 * it, each mailbox that a shard lists is in the list, but for those that no shard read and that were made after the first shard started.
 * Rejects with an `UnusableRows`.
 */
async function joinLists(files, of) {
    const known = new Map();
    const shares = new Map();
    let first;
    for (const [number, file] of [...files].sort(([one], [other]) => one - other)) {
        // One list at a time is in memory.
        const header = await (0,rows_reader/* readHeader */.ay)(file);
        if (header.positions === undefined)
            return rangesOf(header.list, of);
        if (first === undefined || header.run.started < first.run.started)
            first = { list: header.list, run: header.run };
        shares.set(number, (0,mailbox/* listOf */.c3)((0,rows_reader/* mailboxesIn */.sb)(header), header.list));
        addListed(known, number, header);
    }
    if (first === undefined)
        throw new Error('there is no shard');
    const ordered = [...shares].flatMap(([number, share]) => ownedBy(number, share, known));
    const differing = { read: new Array(), madeSince: new Array() };
    for (const { mailbox, rank, listedBy, lists, created, isRead } of known.values()) {
        const isDiffering = lists < shares.size;
        if (isRead) {
            if (isDiffering)
                differing.read.push(mailbox.address);
            continue;
        }
        const number = (0,mailboxes_shard/* shardOfAddress */.uD)(mailbox.address, of);
        const isMadeSince = isDiffering && created !== undefined && created > first.run.started;
        if (!files.has(number))
            ordered.push({ mailbox, rank, owner: number });
        else if (isMadeSince)
            differing.madeSince.push(mailbox.address);
        else
            ordered.push({ mailbox, rank, owner: { listedBy, lackedBy: number } });
    }
    ordered.sort((one, other) => one.rank - other.rank);
    return {
        list: (0,mailbox/* listOf */.c3)(ordered.map(({ mailbox }) => mailbox), first.list),
        owners: ordered.map(({ owner }) => owner),
        shares,
        differing,
    };
}
/** Adds the mailboxes that a shard lists. */
function addListed(known, number, { list, recent = [] }) {
    const times = new Map(recent.map(({ position, created }) => [position, created]));
    for (const [position, mailbox] of list.mailboxes.entries()) {
        const key = mailbox.address.toLowerCase();
        const earlier = known.get(key);
        const created = times.get(position);
        if (earlier === undefined) {
            known.set(key, { mailbox, rank: known.size, listedBy: number, lists: 1, created, isRead: false });
            continue;
        }
        earlier.lists += 1;
        // A shard that has an earlier time, or none, decides: the mailbox may be older.
        if (created === undefined || (earlier.created !== undefined && created < earlier.created))
            earlier.created = created;
    }
}
/**
 * The mailboxes whose rows count from a shard, each with a rank in the joined list. Ranks never fall, since rows are read in the order of
 * their file, and another listing may have had another order.
 */
function ownedBy(owner, share, known) {
    let rank = 0;
    return share.mailboxes.flatMap((mailbox) => {
        const one = known.get(mailbox.address.toLowerCase());
        if (one === undefined || one.isRead)
            return [];
        one.isRead = true;
        rank = Math.max(rank, one.rank);
        return [{ mailbox: one.mailbox, rank, owner }];
    });
}
/** Of shards of the same list, whose parts follow each other. */
function rangesOf(list, of) {
    const numbers = Array.from({ length: of }, (_, index) => index + 1);
    const shares = new Map(numbers.map((number) => [number, (0,mailboxes_shard/* shareOf */.tC)(list, { number, of })]));
    const owners = [...shares].flatMap(([number, { length }]) => new Array(length).fill(number));
    return { list, owners, shares, differing: { read: [], madeSince: [] } };
}

// EXTERNAL MODULE: ./src/store/rows-file.ts
var rows_file = __webpack_require__(35923);
// EXTERNAL MODULE: ./src/store/rows-header.ts
var rows_header = __webpack_require__(68848);
// EXTERNAL MODULE: ./src/version.ts
var version = __webpack_require__(311);
;// CONCATENATED MODULE: ./src/actions/merge-shards.ts


















/** Hours between shards beyond which the merge warns: a job ends after six. */
const USUAL_MAX_AGE = 6;
/**
 * Finds the shards among the artifacts of this workflow run. Rejects with a UserError: `SHARD_NOT_FOUND` if there is none,
 * `ARTIFACT_FAILED`, or as `requireShardArtifacts` does.
 */
async function shardArtifacts(artifactName = inputs/* DEFAULT_ARTIFACT_NAME */.N0, step, { signal, loadArtifactClient }) {
    (0,artifact/* requireShardArtifacts */.XQ)(step);
    if (loadArtifactClient === undefined)
        throw new Error('artifacts are only in workflows');
    const client = await loadArtifactClient();
    const { artifacts } = await client.listArtifacts({ latest: true }).catch((error) => {
        throw new errors/* UserError */.yo('ARTIFACT_FAILED', 'The artifacts of this run could not be listed.', {
            hint: 'Run the job again. Check https://www.githubstatus.com.',
            cause: error,
        });
    });
    const shards = shardsAmong(artifacts, artifactName);
    if (shards.length === 0)
        throw notFoundError(artifactName, artifacts);
    return shards.map(({ shard, artifact }) => ({
        name: artifact.name,
        shard,
        fetch: (tempFolder) => report_files/* ReportFiles */.yD.download(artifact.size, tempFolder, (folder) => (0,artifact_client/* unlessAborted */.Wh)(signal, () => downloadShard(client, artifact, folder))),
    }));
}
async function downloadShard(client, { id, digest }, folder) {
    const options = digest === undefined ? {} : { expectedHash: digest };
    const { digestMismatch } = await client.downloadArtifact(id, { path: folder, skipDecompress: true, ...options });
    return digest === undefined || digestMismatch === false;
}
/**
 * Finds the shards at places relative to a folder: folders and zips with a rows file, or folders of these. Rejects with the
 * UserError `SHARD_NOT_FOUND` if a place has none.
 */
async function shardFolders(places, from) {
    const sources = new Map();
    for (const place of places) {
        const inside = await placesIn(external_node_path_default().resolve(from, place));
        if (inside.length === 0) {
            throw new errors/* UserError */.yo('SHARD_NOT_FOUND', `There is no ${rows_file/* ROWS_FILE */.ZX} of a shard at ${place}.`, {
                hint: 'Name the output directories of the shards, or the folder that contains them.',
            });
        }
        for (const one of inside) {
            const name = external_node_path_default().relative(from, one) || '.';
            sources.set(one, { name, shard: undefined, fetch: (tempFolder) => report_files/* ReportFiles */.yD.open(one, { tempFolder }) });
        }
    }
    return [...sources.values()];
}
/** A place with a rows file, or the places in it that have one. */
async function placesIn(place) {
    const entries = await (0,promises_.readdir)(place).catch((error) => (0,errors/* systemErrorCode */.vq)(error) === 'ENOTDIR' ? [rows_file/* ROWS_FILE */.ZX] : []);
    if (entries.includes(rows_file/* ROWS_FILE */.ZX))
        return [place];
    const inside = entries.toSorted().map((entry) => external_node_path_default().join(place, entry));
    return inside.filter((entry) => /\.zip$/i.test(entry) || (0,external_node_fs_.existsSync)(external_node_path_default().join(entry, rows_file/* ROWS_FILE */.ZX)));
}
/**
 * Fetches shards into a folder and finds those that belong together: the most frequent list, reports and number of shards.
 * Rejects with the UserError `SHARD_UNUSABLE` if none can be used.
 *
 * @param maxAge hours; shards that started longer before the newest one are not used. Undefined: all are
 */
async function openShards(sources, { core, signal, tempFolder, maxAge, }) {
    const usable = [];
    const unusable = new Map();
    for (const one of sources) {
        signal.throwIfAborted();
        try {
            // The rows are read until the merge ends, and removed with the folder.
            usable.push(await openShard(one, (await one.fetch(tempFolder)).rowsFile));
        }
        catch (error) {
            if (!(error instanceof rows_reader/* UnusableRows */.dj))
                throw error;
            unusable.set(one, error.message);
        }
    }
    const byRun = Map.groupBy(usable, ({ common }) => JSON.stringify(common));
    const [together = [], ...otherRuns] = [...byRun.values()].sort((one, other) => other.length - one.length);
    for (const foreign of otherRuns.flat()) {
        unusable.set(foreign, `Other shards have ${differenceOf(foreign, together[0])}.`);
    }
    const newest = Math.max(...together.map(({ run }) => run.started.getTime()));
    const isOld = ({ run }) => maxAge !== undefined && newest - run.started.getTime() > maxAge * numbers/* HOUR_MS */.iQ;
    const shards = together.filter((shard) => !isOld(shard));
    for (const shard of together.filter(isOld)) {
        const day = shard.run.started.toISOString();
        unusable.set(shard, `It was read on ${day}, more than ${hours(maxAge)} before the newest shard ("max-age").`);
    }
    for (const { name, run } of shards) {
        core.info((0,log/* logText */.kc)(`${name}: read on ${run.started.toISOString()}, attempt ${run.attempt} of the run`));
    }
    const problems = [...unusable].map(([{ name }, reason]) => `${name}: ${reason}`);
    for (const problem of problems)
        core.info((0,log/* logText */.kc)(problem));
    const [first] = shards;
    if (first === undefined)
        throw (0,store_shards/* unusableError */.au)(problems);
    const { of } = first.shard;
    // Of a shard that is there twice, the newer.
    const files = new Map(shards
        .toSorted((one, other) => one.run.started.getTime() - other.run.started.getTime())
        .map(({ shard, file }) => [shard.number, file]));
    const orUnusable = (error) => {
        throw error instanceof rows_reader/* UnusableRows */.dj ? (0,store_shards/* unusableError */.au)([`${first.name}: ${error.message}`, ...problems]) : error;
    };
    const { reports, tenant, cloud, shown } = await (0,rows_reader/* readHeader */.ay)(first.file).catch(orUnusable);
    const ofTables = files.get(1);
    const { tables } = ofTables === undefined ? {} : await (0,rows_reader/* readHeader */.ay)(ofTables).catch(orUnusable);
    const lists = await joinLists(files, of).catch(orUnusable);
    const oldest = Math.min(...shards.map(({ run }) => run.started.getTime()));
    const certificates = shards.flatMap(({ certificate }) => certificate ?? []);
    const [certificate] = certificates.sort((one, other) => one.notAfter.getTime() - other.notAfter.getTime());
    return {
        lists,
        reports,
        tables,
        of,
        origin: { tenant, cloud, shown, certificate },
        oldest: { started: new Date(oldest), spanMs: newest - oldest },
        files,
        unusable: reasons(unusable, shards, of),
        foreign: [...unusable.keys()]
            .filter(({ shard }) => shard?.of !== of)
            .map(({ name, shard }) => `${name} ${shard === undefined ? 'cannot be used' : 'is of another number of shards'}.`),
    };
}
/** A number of hours in words. */
function hours(number = USUAL_MAX_AGE) {
    return (0,numbers/* counted */.hS)(number, 'hour', 'hours');
}
/** The artifacts of this run with the names of shards, in the order of the shards. */
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
async function openShard(source, file) {
    const { run, certificate, shard: { number, of } = {}, ...header } = await (0,rows_reader/* readRun */.cI)(file);
    const { productVersion, tenant, cloud, shown, reports, listDigest } = header;
    // Another version may compute other cells from the same responses.
    if (productVersion !== version/* VERSION */.xv)
        throw new rows_reader/* UnusableRows */.dj('Another version of Mailbox Report wrote it.');
    if (number === undefined || of === undefined)
        throw new rows_reader/* UnusableRows */.dj('It is not of a shard.');
    const shard = { number, of };
    if (source.shard !== undefined && (number !== source.shard.number || of !== source.shard.of)) {
        throw new rows_reader/* UnusableRows */.dj(`It has shard ${number} of ${of}.`);
    }
    await (0,rows_reader/* requireWholeRun */.Mh)(file);
    const common = {
        'another mailbox list': listDigest,
        'other reports': (0,rows_header/* digestOf */.ol)(reports),
        'another number of shards': String(of),
        'another tenant': (0,rows_header/* digestOf */.ol)([tenant, cloud, shown]),
    };
    return { ...source, shard, file, common, run, certificate };
}
function differenceOf({ common }, other) {
    const differing = Object.keys(common).filter((name) => common[name] !== other?.common[name]);
    return (0,numbers/* listed */.KE)(differing, 'and');
}
/** Why shards of a number of shards cannot be used, by their number. */
function reasons(unusable, usable, of) {
    const reasonOf = new Map([...unusable].map(([{ shard }, reason]) => [shard?.of === of ? shard.number : 0, reason]));
    const present = new Set(usable.map(({ shard }) => shard.number));
    const numbers = Array.from({ length: of }, (_, index) => index + 1).filter((number) => !present.has(number));
    return new Map(numbers.map((number) => [number, reasonOf.get(number) ?? 'It is missing.']));
}
function notFoundError(artifactName, artifacts) {
    const names = artifacts.map(({ name }) => name);
    const list = names.length === 0 ? 'no artifact' : (0,numbers/* someNames */.Xq)(names, display/* visibleLine */.P8);
    return new errors/* UserError */.yo('SHARD_NOT_FOUND', `This workflow run has no artifact "${artifactName}-shard-1-of-8" or of another shard. It has ${list}.`, {
        hint: 'Read the shards in jobs that this job needs, with "shard" and the same "artifact-name". If a shard failed, its job says ' +
            'why.',
    });
}

;// CONCATENATED MODULE: ./src/actions/merge.ts





















/**
 * Runs the merge action and returns its result: reads the rows of the shards of this workflow run instead of Graph, and then
 * reports, judges and delivers as a run without shards does. Never rejects.
 */
function runMerge(environment, runner, extras = {}) {
    return (0,run_action/* runAction */.C)(environment, runner.core, async (outputs, env, fileSettings) => {
        const inputs = (0,read_inputs/* readInputs */.Ko)(env, 'merge');
        const step = (0,run_runner/* stepEnvironment */.a)(env);
        const temp = (0,temp_folder/* makeTempFolder */.Pd)(step.tempFolder, 'mailbox-report-shards-');
        try {
            return await merge(inputs, step, runner, outputs, temp, { fileSettings, ...extras });
        }
        finally {
            await (0,temp_folder/* removeTemp */.DO)(temp);
        }
    });
}
async function merge(inputs, step, runner, outputs, temp, { shards: places, fileSettings = [], ...callbacks }) {
    const { core, signal, loadRetirements, now } = runner;
    const started = now();
    await (0,log/* logSettings */.AF)(core, (0,read_inputs/* settingsOf */.f5)(inputs, 'merge'), fileSettings);
    const shards = await (0,log/* logGroup */.QT)(core, 'Shards', async () => openShards(places === undefined
        ? await shardArtifacts(inputs.artifactName, step, runner)
        : await shardFolders(places, step.workspace), { core, signal, tempFolder: temp, maxAge: inputs.maxAge }));
    const { lists, reports: readReports, tables: readOnes, of, origin, files, unusable, foreign, oldest } = shards;
    const { list } = lists;
    const merged = await mergedReports(inputs, step.workspace, { reports: readReports, tables: readOnes }, list.columns);
    const { policy, reports: chosen, tables } = merged;
    const reports = await (0,retirements/* withRetirements */.r)(chosen, loadRetirements);
    const baseline = await (0,load/* chooseBaseline */.hf)(inputs.baseline, step.workspace, policy);
    const warnings = new log/* Warnings */.eS(core);
    if (inputs.maxAge === undefined && oldest.spanMs > USUAL_MAX_AGE * numbers/* HOUR_MS */.iQ) {
        warnings.add(`The shards were read more than ${hours()} apart: the oldest on ${oldest.started.toISOString()}. Re-run all jobs, not only ` +
            'the failed ones, for a report of one time.');
    }
    for (const notice of differenceNotices(lists, inputs.summary))
        warnings.add(notice);
    if (list.length > 0)
        outputs.set({ 'mailbox-count': list.length });
    (0,annotations/* annotateDuplicates */.$c)(core, list, inputs.summary === 'full' ? 'full' : 'counts');
    const throttling = { waits: 0, waitedMs: 0, refused: 0 };
    const onEnd = (end) => {
        add(throttling, end.throttling);
        for (const warning of end.warnings)
            if (!warnings.messages.includes(warning))
                warnings.add(warning);
    };
    // The reader below reads no file then.
    for (const file of reports.length === 0 ? files.values() : []) {
        const { end } = (await (0,rows_reader/* readEnd */.sA)(file)) ?? {};
        if (end !== undefined)
            onEnd(end);
    }
    const reader = new store_shards/* ShardReader */.s3({
        lists: reports.length === 0 ? { ...lists, list: (0,mailbox/* mailboxList */.h7)([]), owners: [] } : lists,
        reports: readReports,
        definitions: reports,
        of,
        files,
        unusable,
        foreign,
        signal,
        onEnd,
    });
    if (origin.certificate !== undefined)
        outputs.set((0,sign_in/* certificateOutputs */.E4)(origin.certificate, now()));
    const source = {
        // Nothing of a list is read without a report about mailboxes.
        mailboxes: reports.length === 0 ? (0,mailbox/* mailboxList */.h7)([]) : list,
        reader,
        throttling: () => throttling,
        unlisted: undefined,
        tables: tablesOfShard(tables, readOnes, files.get(1), `Shard 1 of ${of}: ${unusable.get(1) ?? ''}`),
    };
    const judge = await (0,policy_stage/* judgeOf */.Pb)(policy, [...reports, ...tables], started, baseline, warnings);
    const run = { inputs, step, runner, outputs, warnings, started, origin, source, reports, tables, policy, judge };
    return (0,report.reportOn)({ ...run, fileSettings, lacking: undefined }, callbacks);
}
/**
 * The tables that the first shard read, in their order.
 *
 * @param stored what that shard says about them
 * @param file its rows file; undefined if it cannot be used
 * @param reason why it cannot be used
 */
async function tablesOfShard(tables, stored = [], file, reason) {
    const unread = (error) => ({ result: { status: 'failed', error }, gaps: '' });
    if (file === undefined)
        return tables.map(() => unread(reason));
    try {
        const found = new Map((await (0,rows_reader/* readTables */.gb)(file, { tables: stored })).map((one) => [one.name, one]));
        return tables.map((table) => {
            const one = found.get(table.name);
            if (one === undefined)
                throw new Error(`the first shard lacks the table ${table.name}`);
            (0,store_shards/* typeCheck */.rs)(table)(one);
            return (0,store_shards/* tableAnswer */.vz)(one);
        });
    }
    catch (error) {
        if (!(error instanceof rows_reader/* UnusableRows */.dj))
            throw error;
        return tables.map(() => unread(`Shard 1: ${error.message}`));
    }
}
/** What shards with `mailboxes: all` listed at their times. Why a list lacks a mailbox that another shard read is not known. */
function differenceNotices({ differing: { read, madeSince } }, summary) {
    const names = (addresses) => summary === 'full' ? `: ${(0,numbers/* someNames */.Xq)(addresses, display/* visibleLine */.P8)}` : '';
    return [
        ...(read.length === 0
            ? []
            : [`Only some shards list ${(0,numbers/* counted */.hS)(read.length, 'mailbox', 'mailboxes')}. Each is read once${names(read)}.`]),
        ...(madeSince.length === 0
            ? []
            : [
                `No shard read ${(0,numbers/* counted */.hS)(madeSince.length, 'mailbox', 'mailboxes')}, created after the first shard ` +
                    `started${names(madeSince)}. The next run reads those that exist.`,
            ]),
    ];
}
function add(sum, { waits, waitedMs, refused }) {
    sum.waits += waits;
    sum.waitedMs += waitedMs;
    sum.refused += refused;
}
/**
 * The definitions of the reports that the shards read, and the policy. Rejects with the UserError `SHARD_UNUSABLE` if the
 * shards read other reports than the inputs ask for, or as `chooseReports` and `choosePolicy` do.
 */
async function mergedReports({ report, policy: policyFile }, workspace, { reports: shardReports, tables, }, listColumns) {
    const all = [...shardReports, ...(tables ?? [])];
    const definitions = report.length === 0 ? (0,choose/* chosenOf */.KT)(builtIn(all)) : await (0,choose/* chooseReports */.jK)(report, workspace);
    const chosen = await (0,load/* choosePolicy */.KV)(policyFile, workspace, definitions, listColumns);
    const wanted = [...chosen.reports, ...(tables === undefined ? [] : chosen.tables)];
    const unreadNames = chosen.added
        .filter((one) => wanted.includes(one))
        .map(({ name }) => name)
        .filter((name) => all.every((report) => report.name !== name));
    if (unreadNames.length > 0) {
        throw new errors/* UserError */.yo('SHARD_UNUSABLE', `The policy has rules about ${unreadNames.join(', ')}, which no shard read.`, {
            hint: 'Set "policy" in the shards as well: it decides which reports they read.',
        });
    }
    const isSame = wanted.length === all.length &&
        wanted.every((definition, index) => {
            const shardReport = all[index];
            return shardReport?.name === definition.name && (0,stored_definition/* isOfDefinition */.fP)(shardReport, definition);
        });
    if (isSame)
        return chosen;
    throw new errors/* UserError */.yo('SHARD_UNUSABLE', `The shards read ${namesOf(all)}, and this step expects ${namesOf(wanted)}, or their definitions differ.`, { hint: 'Set "report" and "policy" to the same values in the shards and in the merge action, at the same commit.' });
}
function builtIn(reports) {
    return reports.map(({ name }) => {
        const definition = built_in_tables/* allBuiltIn */.by.get(name);
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


/***/ }),

/***/ 45748:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   au: () => (/* binding */ unusableError),
/* harmony export */   mJ: () => (/* binding */ queryResult),
/* harmony export */   rs: () => (/* binding */ typeCheck),
/* harmony export */   s3: () => (/* binding */ ShardReader),
/* harmony export */   vz: () => (/* binding */ tableAnswer)
/* harmony export */ });
/* harmony import */ var _errors_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(83916);
/* harmony import */ var _reports_columns_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(33096);
/* harmony import */ var _reports_rows_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(758);
/* harmony import */ var _text_audience_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(58217);
/* harmony import */ var _text_numbers_js__WEBPACK_IMPORTED_MODULE_5__ = __webpack_require__(92613);
/* harmony import */ var _rows_reader_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(17838);






/** Mailboxes that are held in memory. */
const MAX_CHUNK = 20;
const MAX_PROBLEMS = 5;
/**
 * Reads the rows files of shards instead of a service. Mailboxes of a shard that is missing or cannot be used are `failed`,
 * with the reason.
 */
class ShardReader {
    #options;
    #unusable;
    #stops = [];
    #typeChecks;
    #finished = 0;
    constructor(options) {
        this.#options = options;
        this.#unusable = new Map(options.unusable);
        this.#typeChecks = options.definitions.map(typeCheck);
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
        return stop === undefined ? undefined : new _errors_js__WEBPACK_IMPORTED_MODULE_0__/* .UserError */ .yo('INCOMPLETE', stop.message, { hint: stop.hint });
    }
    /** Yields the results in chunks, each mailbox once, in list order. Rejects only for bugs. */
    async *read() {
        const { list, owners } = this.#options.lists;
        const numbers = owners.filter((owner) => typeof owner === 'number');
        const left = new Map([...Map.groupBy(numbers, (number) => number)].map(([number, own]) => [number, own.length]));
        const files = new Map();
        let chunk = [];
        for (const [position, owner] of owners.entries()) {
            const mailbox = list.at(position);
            if (typeof owner === 'number') {
                const rows = files.get(owner) ?? this.#mailboxes(owner);
                files.set(owner, rows);
                chunk.push(await this.#answer(mailbox, owner, rows));
                const rest = (left.get(owner) ?? 0) - 1;
                left.set(owner, rest);
                if (rest === 0)
                    await this.#end(rows);
            }
            else {
                chunk.push(this.#unread(mailbox, 'failed', unreadReason(owner)));
            }
            if (chunk.length < MAX_CHUNK && position + 1 < owners.length)
                continue;
            this.#finished += chunk.length;
            yield chunk;
            chunk = [];
        }
    }
    /** The result of a mailbox. What precedes a damaged line was read. */
    async #answer(mailbox, number, rows) {
        const { of, signal } = this.#options;
        // Mailboxes whose rows count from another shard are skipped.
        let next = signal.aborted ? undefined : await rows.next();
        while (next?.done === false && next.value.address !== mailbox.address)
            next = await rows.next();
        if (next?.done === false) {
            const { ids, columns, reports: stored } = next.value;
            return { mailbox: { ...mailbox, columns }, ids, results: stored.map(queryResult) };
        }
        return signal.aborted
            ? this.#unread(mailbox, 'cancelled', 'The run was cancelled before this shard was merged')
            : this.#unread(mailbox, 'failed', `Shard ${number} of ${of}: ${this.#unusable.get(number) ?? ''}`);
    }
    #unread(mailbox, status, error) {
        return { mailbox, results: this.#options.reports.map(() => ({ status, error })) };
    }
    /** Reads a file to its end, which says whether it is whole. */
    async #end(rows) {
        const { signal } = this.#options;
        let next = signal.aborted ? undefined : await rows.next();
        while (next?.done === false)
            next = await rows.next();
        await rows.return(undefined);
    }
    /** The mailboxes in a shard's file. Ends early if the rest of the file cannot be used. */
    async *#mailboxes(number) {
        const { lists, reports, files, onEnd } = this.#options;
        try {
            const [file, list] = [files.get(number), lists.shares.get(number)];
            if (file === undefined || list === undefined)
                throw new _rows_reader_js__WEBPACK_IMPORTED_MODULE_4__/* .UnusableRows */ .dj(this.#unusable.get(number) ?? 'It is missing.');
            const mailboxes = (0,_rows_reader_js__WEBPACK_IMPORTED_MODULE_4__/* .readMailboxes */ .Z9)(file, { list, reports, shard: undefined }, (end) => {
                if (end.stoppedBy !== undefined)
                    this.#stops.push(end.stoppedBy);
                onEnd(end);
            });
            for await (const { mailbox } of mailboxes) {
                for (const [index, report] of mailbox.reports.entries())
                    this.#typeChecks[index]?.(report);
                yield mailbox;
            }
        }
        catch (error) {
            if (!(error instanceof _rows_reader_js__WEBPACK_IMPORTED_MODULE_4__/* .UnusableRows */ .dj))
                throw error;
            this.#unusable.set(number, error.message);
        }
    }
}
/** Returns a check of stored rows that throws an `UnusableRows` for a cell of the wrong type: a rule about a text would pass a list. */
function typeCheck(definition) {
    const wrongType = (0,_reports_columns_js__WEBPACK_IMPORTED_MODULE_1__/* .wrongTypeFinder */ .cQ)(definition);
    return ({ rows }) => {
        const column = rows.map((row) => wrongType(row)).find((name) => name !== undefined);
        if (column !== undefined)
            throw new _rows_reader_js__WEBPACK_IMPORTED_MODULE_4__/* .UnusableRows */ .dj(`It has a cell of the wrong type in the column ${column}.`);
    };
}
function unreadReason({ listedBy, lackedBy }) {
    return `Listed by shard ${listedBy}, read by none: shard ${lackedBy} would read it, and does not list it`;
}
/** The result from which the rows of a report were made. */
function queryResult({ status, error, rows, }) {
    if (status !== 'ok' && rows.length === 0)
        return { status, error };
    return { status: 'ok', value: rows.map(_reports_rows_js__WEBPACK_IMPORTED_MODULE_2__/* .cellsOf */ .nc) };
}
/** What was found for a table, from what is stored of it. */
function tableAnswer(table) {
    return { result: queryResult(table), gaps: table.status === 'ok' ? table.error : '' };
}
/** The UserError `SHARD_UNUSABLE` with the first of some sentences. */
function unusableError(problems) {
    const sentences = problems.slice(0, MAX_PROBLEMS);
    if (problems.length > sentences.length)
        sentences.push(`${(0,_text_numbers_js__WEBPACK_IMPORTED_MODULE_5__/* .count */ .U9)(problems.length - sentences.length)} more cannot be used.`);
    return new _errors_js__WEBPACK_IMPORTED_MODULE_0__/* .UserError */ .yo('SHARD_UNUSABLE', sentences.join(' '), {
        hint: (0,_text_audience_js__WEBPACK_IMPORTED_MODULE_3__/* .forReader */ .ns)({
            workflow: 'Re-run the failed jobs of this workflow run. All shards and the merge must have the same list, reports, ' +
                '"artifact-name" and version of the action.',
            terminal: 'Read these shards again, and name the new folders. All shards and the merge must have the same list, reports and version.',
        }),
    });
}


/***/ })

};
