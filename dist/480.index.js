export const id = 480;
export const ids = [480,404];
export const modules = {

/***/ 45985:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

// ESM COMPAT FLAG
__webpack_require__.r(__webpack_exports__);

// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  check: () => (/* binding */ check),
  placeText: () => (/* binding */ placeText),
  readValidateInputs: () => (/* binding */ readValidateInputs),
  runValidate: () => (/* binding */ runValidate),
  totals: () => (/* binding */ totals)
});

// EXTERNAL MODULE: ./src/errors.ts
var errors = __webpack_require__(83916);
// EXTERNAL MODULE: ./src/mailboxes/list.ts + 5 modules
var mailboxes_list = __webpack_require__(29258);
// EXTERNAL MODULE: ./src/outputs/files/csv-sinks.ts
var csv_sinks = __webpack_require__(84611);
// EXTERNAL MODULE: ./src/policy/baseline/baseline-file.ts
var baseline_file = __webpack_require__(45404);
// EXTERNAL MODULE: ./src/policy/load.ts
var load = __webpack_require__(58164);
// EXTERNAL MODULE: ./src/reports/built-in.ts + 10 modules
var built_in = __webpack_require__(42235);
// EXTERNAL MODULE: ./src/reports/built-in-tables.ts + 5 modules
var built_in_tables = __webpack_require__(35445);
// EXTERNAL MODULE: ./src/reports/choose.ts
var choose = __webpack_require__(4274);
// EXTERNAL MODULE: ./src/reports/definition.ts
var definition = __webpack_require__(54530);
// EXTERNAL MODULE: ./src/run/config-file.ts
var config_file = __webpack_require__(87858);
// EXTERNAL MODULE: ./src/run/read-inputs.ts
var read_inputs = __webpack_require__(66339);
// EXTERNAL MODULE: ./src/outputs/annotations.ts
var annotations = __webpack_require__(88944);
// EXTERNAL MODULE: ./src/outputs/markdown.ts
var outputs_markdown = __webpack_require__(10357);
// EXTERNAL MODULE: ./src/text/display.ts
var display = __webpack_require__(24745);
// EXTERNAL MODULE: ./src/run/log.ts
var log = __webpack_require__(23503);
// EXTERNAL MODULE: ./src/run/runner.ts + 2 modules
var runner = __webpack_require__(11072);
// EXTERNAL MODULE: ./src/text/numbers.ts
var numbers = __webpack_require__(92613);
// EXTERNAL MODULE: ./src/outputs/job-summary.ts
var job_summary = __webpack_require__(70572);
// EXTERNAL MODULE: ./src/text/audience.ts
var audience = __webpack_require__(58217);
// EXTERNAL MODULE: external "node:fs/promises"
var promises_ = __webpack_require__(51455);
// EXTERNAL MODULE: external "node:path"
var external_node_path_ = __webpack_require__(76760);
var external_node_path_default = /*#__PURE__*/__webpack_require__.n(external_node_path_);
// EXTERNAL MODULE: ./src/compare/earlier-run.ts
var earlier_run = __webpack_require__(20611);
// EXTERNAL MODULE: ./src/files/temp-folder.ts
var temp_folder = __webpack_require__(82766);
// EXTERNAL MODULE: ./src/http/machine.ts
var machine = __webpack_require__(87101);
// EXTERNAL MODULE: ./src/json.ts
var json = __webpack_require__(8301);
// EXTERNAL MODULE: ./src/files/workspace.ts
var workspace = __webpack_require__(79622);
// EXTERNAL MODULE: ./src/github/client.ts
var client = __webpack_require__(96584);
;// CONCATENATED MODULE: ./src/rehearsal/base-commit.ts





/** Files that globs may name. */
const MAX_FILES = 1_000;
/** Folders that are listed for them. */
const MAX_FOLDERS = 100;
/** Reads files of a commit by GitHub's API, without a checkout. */
class CommitFiles {
    #place;
    constructor(place) {
        this.#place = place;
    }
    /** Rejects as GitHub does if the token may not read the commit. */
    static async open(place) {
        const files = new CommitFiles(place);
        await files.#contents('');
        return files;
    }
    /**
     * Writes the files that a path or glob names into a folder, at the same paths. Returns whether there is one. Rejects as GitHub and the
     * file system do.
     *
     * @param pattern relative to the root of the repository
     */
    async copy(pattern, folder) {
        const normal = external_node_path_default().posix.normalize(pattern.replaceAll('\\', '/')).replace(/^\//, '');
        if (normal === '..' || normal.startsWith('../'))
            return false;
        const names = (0,workspace/* isGlob */.fg)(normal) ? await this.#matches(normal) : [normal];
        let isThere = false;
        for (const name of names) {
            const bytes = await this.#bytes(name);
            if (bytes === undefined)
                continue;
            isThere = true;
            const file = external_node_path_default().join(folder, ...name.split('/'));
            await (0,promises_.mkdir)(external_node_path_default().dirname(file), { recursive: true });
            await (0,promises_.writeFile)(file, bytes);
        }
        return isThere;
    }
    /** The files that a glob names, in the folders that it can reach. */
    async #matches(glob) {
        const parts = glob.split('/');
        const fixedParts = parts.slice(0, parts.findIndex(workspace/* isGlob */.fg));
        const isDeep = parts.includes('**');
        const folders = [fixedParts.join('/')];
        const names = [];
        for (let listed = 0; listed < folders.length; listed += 1) {
            if (listed === MAX_FOLDERS)
                throw new Error(`${glob} reaches more than ${MAX_FOLDERS} folders`);
            const content = await this.#contents(folders[listed] ?? '');
            for (const entry of Array.isArray(content) ? content : []) {
                const [type, name] = [(0,json/* textIn */.r7)(entry, 'type'), (0,json/* textIn */.r7)(entry, 'path')];
                if (type === 'file' && external_node_path_default().posix.matchesGlob(name, glob))
                    names.push(name);
                if (type === 'dir' && (isDeep || name.split('/').length < parts.length))
                    folders.push(name);
            }
            if (names.length > MAX_FILES)
                throw new Error(`${glob} names more than ${MAX_FILES} files`);
        }
        return names;
    }
    /** Undefined if the commit has no such file. */
    async #bytes(name) {
        const content = await this.#contents(name);
        if ((0,json/* textIn */.r7)(content, 'type') !== 'file')
            return undefined;
        if ((0,json/* textIn */.r7)(content, 'encoding') === 'base64')
            return Buffer.from((0,json/* textIn */.r7)(content, 'content'), 'base64');
        // GitHub gives the content of a file above 1 MB only by itself. https://docs.github.com/rest/repos/contents
        const raw = await this.#answer(name, 'application/vnd.github.raw+json');
        return raw && Buffer.from(raw.text, 'utf8');
    }
    /** What GitHub has at a path: a file, or the entries of a folder; undefined if there is nothing. */
    async #contents(name) {
        return (await this.#answer(name))?.json;
    }
    async #answer(name, accept) {
        const { repository, commit } = this.#place;
        const steps = name.split('/').map(encodeURIComponent).join('/');
        const request = accept === undefined ? {} : { accept };
        const answer = await repository.send(`/contents/${steps}?ref=${encodeURIComponent(commit)}`, request);
        if (name !== '' && answer.status === 404)
            return undefined;
        if (answer.status !== 200)
            throw new client/* GitHubError */.y_(answer);
        return answer;
    }
}

// EXTERNAL MODULE: ./src/compare/earlier-report.ts + 1 modules
var earlier_report = __webpack_require__(80694);
// EXTERNAL MODULE: ./src/github/artifacts.ts
var github_artifacts = __webpack_require__(4616);
;// CONCATENATED MODULE: ./src/rehearsal/newest-report.ts



/** Pages of artifacts that are searched. */
const MAX_PAGES = 3;
/** Runs that are asked whether they count. */
const MAX_RUNS = 30;
/**
 * Finds, downloads and opens the newest report that a workflow made on the default branch of the repository itself: not cancelled, and
 * with at least half of its mailboxes read. Errors are results: it never rejects.
 */
function openNewestReport(place, options) {
    return (0,earlier_report/* openLatest */.Q_)((0,earlier_run/* withReasons */.qr)(search(place)), place, { ...options, run: undefined });
}
/** The artifacts of the name, the newest first. Returns why there are no more. */
async function* search({ repository, artifactName }) {
    const branch = await repository.defaultBranch();
    const { artifacts } = await (0,github_artifacts/* artifactsOnBranch */.NA)(repository, artifactName, branch, MAX_PAGES);
    const usable = artifacts.filter(({ isExpired }) => !isExpired).slice(0, MAX_RUNS);
    for (const artifact of usable) {
        const run = await (0,github_artifacts/* workflowRun */.tM)(repository, artifact.runId);
        if (run.counts)
            yield { run, artifact };
    }
    const reason = artifacts.length > 0 && usable.length === 0
        ? `All artifacts "${artifactName}" of runs on ${branch} have expired.`
        : `There is no completed run on ${branch} with an artifact "${artifactName}" that can be used.`;
    return { kind: 'none', reason };
}

// EXTERNAL MODULE: ./src/policy/file/policy-file.ts + 4 modules
var policy_file = __webpack_require__(67263);
// EXTERNAL MODULE: ./src/mailboxes/list-columns.ts
var list_columns = __webpack_require__(1240);
;// CONCATENATED MODULE: ./src/rehearsal/policy-state.ts




/**
 * Reads a policy with its lists, report files and baseline. Rejects with the first UserError about one of them.
 *
 * @param folder with the files of the commit
 * @param storedColumns those of the list that the rows were read with
 * @param input how errors name what names the policy
 */
async function policyState({ mailboxes, addressColumn, extraColumns, report, policy: file, baseline }, folder, storedColumns, input = 'policy') {
    const { lists: patterns, all } = mailboxes;
    const options = { patterns, workspace: folder, column: addressColumn, columns: extraColumns };
    const list = patterns.length === 0 ? undefined : await (0,mailboxes_list/* readMailboxLists */.El)(options);
    const isStored = (name) => storedColumns.some((one) => (0,list_columns/* columnKey */.qN)(one) === (0,list_columns/* columnKey */.qN)(name));
    const unknownColumns = list === undefined ? extraColumns.filter((name) => !isStored(name)) : [];
    const listColumns = list?.columns ?? [...storedColumns, ...unknownColumns];
    const definitions = await (0,choose/* chooseReports */.jK)(report, folder);
    const { policy, reports, tables } = await (0,load/* choosePolicy */.KV)(file, folder, definitions, listColumns, input);
    const cells = list && new Map(list.mailboxes.map(({ address, columns }) => [address.toLowerCase(), columns]));
    return {
        policy,
        baseline: await (0,load/* chooseBaseline */.hf)(baseline, folder, policy),
        reports: new Map([...(0,load/* builtInWith */.wZ)(listColumns), ...reports, ...tables].map((one) => [one.name, (0,load/* registered */.HZ)(one, policy)])),
        addresses: all ? undefined : list?.mailboxes.map(({ address }) => address.toLowerCase()),
        listCellsOf: ({ address, columns }) => (cells === undefined ? columns : cells.get(address.toLowerCase())),
        unknownColumns,
    };
}

// EXTERNAL MODULE: external "node:util"
var external_node_util_ = __webpack_require__(57975);
// EXTERNAL MODULE: ./src/compare/row-comparison.ts + 1 modules
var row_comparison = __webpack_require__(4012);
;// CONCATENATED MODULE: ./src/rehearsal/rule-effects.ts


/** Names of mailboxes that a result has for each number. */
const MAX_NAMES = 10;
class GrowingTally {
    count = 0;
    addresses = [];
    add(address) {
        this.count += 1;
        if (this.addresses.length < MAX_NAMES)
            this.addresses.push(address);
    }
}
/** Of some addresses, in list order. */
function tallyOf(addresses) {
    return { count: addresses.length, addresses: addresses.slice(0, MAX_NAMES) };
}
const VERDICTS = { error: 'fail', warning: 'warn' };
/** Collects the effects as mailboxes pass. */
class RuleEffects {
    #after;
    #before;
    #undecided;
    #undecidedBefore;
    #counts = new Map();
    /** By the rules of the policy. */
    #reports;
    constructor(after, before, undecided, undecidedBefore) {
        this.#after = after;
        this.#before = before;
        this.#undecided = undecided;
        this.#undecidedBefore = undecidedBefore;
        this.#reports = new Map(after.policy?.rules.map(({ id, report }) => [id, report]));
        for (const { id } of after.policy?.rules ?? [])
            this.#countsOf(id);
        for (const { id } of before?.policy?.rules ?? [])
            this.#countsOf(id);
    }
    /**
     * @param isInBoth whether both lists have the mailbox
     * @param unread reports that could not be read of the mailbox
     */
    add(address, after, before, isInBoth, unread) {
        const byRule = Map.groupBy(after, ({ rule }) => rule);
        const byRuleBefore = Map.groupBy(before, ({ rule }) => rule);
        for (const rule of new Set([...byRule.keys(), ...byRuleBefore.keys()])) {
            const [is, was] = [byRule.get(rule) ?? [], byRuleBefore.get(rule) ?? []];
            const isUnread = unread.has(this.#reports.get(rule) ?? '');
            if (!this.#undecided.has(rule))
                this.#addRule(rule, address, { is, was, isInBoth, isUnread });
        }
    }
    #addRule(rule, address, { is, was, isInBoth, isUnread }) {
        const counts = this.#countsOf(rule);
        const isInconclusive = is.some(({ verdict }) => verdict === 'inconclusive');
        const accepted = is.filter(({ verdict }) => verdict === 'known' || verdict === 'exempt');
        for (const severity of ['error', 'warning']) {
            const effect = counts.by[severity];
            const isOf = ({ verdict }) => verdict === VERDICTS[severity];
            const [counted, countedBefore] = [is.filter(isOf), was.filter(isOf)];
            if (counted.length > 0)
                effect.after += 1;
            if (countedBefore.length > 0)
                effect.before += 1;
            if (!this.#undecidedBefore.has(rule) && lacksSome(counted, countedBefore))
                effect.new.add(address);
            // A violation may be there still.
            if (!isInconclusive && !isUnread && lacksSome(countedBefore, [...counted, ...accepted]))
                effect.resolved.add(address);
            const isLost = severity === 'error' && isInBoth && lacksSome(countedBefore, counted);
            if (isLost)
                counts.noLongerFails.add(address);
        }
        if (isInconclusive && !is.some(isCounted))
            counts.inconclusive += 1;
        for (const verdict of ['known', 'exempt']) {
            const ofVerdict = accepted.filter((violation) => violation.verdict === verdict);
            if (hasSome(ofVerdict, was.filter(isCounted)))
                counts[verdict].add(address);
        }
    }
    /** In the order of the policy, those that are weaker than before first. */
    all() {
        const rules = new Map(this.#after.policy?.rules.map((rule) => [rule.id, rule]));
        const rulesBefore = new Map(this.#before?.policy?.rules.map((rule) => [rule.id, rule]));
        const effects = [...this.#counts].map(([id, counts]) => {
            const [is, was] = [rules.get(id), rulesBefore.get(id)];
            const found = counts.by.error.before > 0 ? 'error' : counts.by.warning.before > 0 ? 'warning' : undefined;
            const severityBefore = was?.severity ?? (this.#before === undefined ? found : undefined);
            const severity = is?.severity ?? severityBefore ?? 'error';
            const wasThere = this.#before === undefined || was !== undefined;
            return {
                rule: id,
                severity,
                severityBefore: severityBefore === severity ? undefined : severityBefore,
                isBeforeKnown: !this.#undecidedBefore.has(id),
                isAfterKnown: !this.#undecided.has(id),
                presence: is === undefined ? 'removed' : wasThere ? 'kept' : 'added',
                ...counts,
                weakenedBy: this.#weakenings({ is, was }, { ...counts, wasError: severityBefore === 'error' }),
                set: is?.set ?? [],
                isSetChanged: is !== undefined && was !== undefined && !(0,external_node_util_.isDeepStrictEqual)(is.set, was.set),
            };
        });
        return [...effects.filter(isWeaker), ...effects.filter((effect) => !isWeaker(effect))];
    }
    #weakenings({ is, was }, { known, exempt, noLongerFails, wasError }) {
        if (is === undefined)
            return ['removed'];
        const isExemptMore = was !== undefined && hasMoreExemptions(is.id, this.#after.policy, this.#before?.policy);
        const differs = (key) => was !== undefined && !(0,external_node_util_.isDeepStrictEqual)(is[key], was[key]);
        return [
            ...(wasError && is.severity === 'warning' ? ['severity'] : []),
            ...(exempt.count > 0 || isExemptMore ? ['exemption'] : []),
            ...(known.count > 0 ? ['baseline'] : []),
            ...['when', 'expect'].filter((key) => noLongerFails.count > 0 && differs(key)),
        ];
    }
    #countsOf(rule) {
        const bySeverity = () => ({
            before: 0,
            after: 0,
            new: new GrowingTally(),
            resolved: new GrowingTally(),
        });
        const counts = this.#counts.get(rule) ?? {
            inconclusive: 0,
            by: { error: bySeverity(), warning: bySeverity() },
            known: new GrowingTally(),
            exempt: new GrowingTally(),
            noLongerFails: new GrowingTally(),
        };
        this.#counts.set(rule, counts);
        return counts;
    }
}
/** Whether a rule fails in fewer cases than before. */
function isWeaker({ weakenedBy, noLongerFails }) {
    return weakenedBy.length > 0 || noLongerFails.count > 0;
}
/** Whether a policy exempts from a rule what another one does not, or for longer. */
function hasMoreExemptions(rule, policy, before) {
    const lastDays = (of) => {
        const days = new Map();
        for (const { rule: exempted, mailboxes, expires } of of?.exemptions ?? []) {
            if (exempted !== rule)
                continue;
            for (const { pattern } of mailboxes) {
                const key = pattern.toLowerCase();
                if (expires > (days.get(key) ?? ''))
                    days.set(key, expires);
            }
        }
        return days;
    };
    const earlier = lastDays(before);
    return [...lastDays(policy)].some(([pattern, expires]) => expires > (earlier.get(pattern) ?? ''));
}
function isCounted({ verdict }) {
    return verdict === 'fail' || verdict === 'warn';
}
/** Whether some of one rule's violations are not among others, which are matched as two runs are: by item, row and column. */
function lacksSome(some, others) {
    const numbers = keyCounts(others);
    return some.some((violation) => {
        const key = (0,row_comparison/* violationKey */.vW)(violation);
        const left = numbers.get(key) ?? 0;
        numbers.set(key, left - 1);
        return left <= 0;
    });
}
function hasSome(some, others) {
    const numbers = keyCounts(others);
    return some.some((violation) => numbers.has((0,row_comparison/* violationKey */.vW)(violation)));
}
function keyCounts(violations) {
    const numbers = new Map();
    for (const violation of violations)
        numbers.set((0,row_comparison/* violationKey */.vW)(violation), (numbers.get((0,row_comparison/* violationKey */.vW)(violation)) ?? 0) + 1);
    return numbers;
}

// EXTERNAL MODULE: ./src/policy/judge.ts + 1 modules
var judge = __webpack_require__(85902);
// EXTERNAL MODULE: ./src/reports/table.ts
var reports_table = __webpack_require__(6711);
// EXTERNAL MODULE: ./src/run/policy-stage.ts
var policy_stage = __webpack_require__(13176);
// EXTERNAL MODULE: ./src/run/table-result.ts
var table_result = __webpack_require__(97007);
// EXTERNAL MODULE: ./src/store/rows-file.ts
var rows_file = __webpack_require__(35923);
// EXTERNAL MODULE: ./src/store/shards.ts
var shards = __webpack_require__(45748);
// EXTERNAL MODULE: ./src/store/stored-definition.ts
var stored_definition = __webpack_require__(49554);
;// CONCATENATED MODULE: ./src/rehearsal/stored-judge.ts









/** Judges stored rows by a policy, as a run judges the rows that it reads. */
class StoredJudge {
    /** Rules about reports or columns that the rows lack, or have by another definition. */
    unjudged;
    #judge;
    #reports;
    /** Of reports and tables. */
    #definitions;
    /** The tables that were read by definitions of today, before they are judged. */
    #tables;
    #listCellsOf;
    /**
     * Throws an `UnusableRows` for a cell of a table of the wrong type.
     *
     * @param report with the rows of its tables
     * @param now decides which exemptions have expired, and what `today` means in a rule
     */
    constructor({ header, tables }, policy, state, now) {
        const { reports, baseline, listCellsOf } = state;
        this.#listCellsOf = listCellsOf;
        this.#reports = header.reports.flatMap((stored, at) => {
            const definition = reports.get(stored.name);
            if (definition === undefined || (0,reports_table/* isTable */.bI)(definition))
                return [];
            const reading = (0,stored_definition/* readingBy */.Sb)(definition, stored);
            return reading ? [{ definition, at, check: (0,shards/* typeCheck */.rs)(definition), ...reading }] : [];
        });
        const read = tables.flatMap((table, at) => {
            const [stored, definition] = [header.tables[at], reports.get(table.name)];
            const reading = stored && definition && (0,stored_definition/* readingBy */.Sb)(definition, stored);
            return definition && (0,reports_table/* isTable */.bI)(definition) && reading ? [{ definition, table: reading.read(table), reading }] : [];
        });
        for (const { definition, table } of read)
            (0,shards/* typeCheck */.rs)(definition)(table);
        this.#tables = read.map(({ definition, table }) => (0,table_result/* tableResult */.c)((0,shards/* tableAnswer */.vz)(table), definition));
        this.#definitions = [...this.#reports, ...read.map(({ definition, reading }) => ({ definition, ...reading }))];
        this.#judge = (0,judge.compilePolicy)(policy, [...reports.values()], now, baseline);
        this.unjudged = policy.rules.flatMap((rule) => this.#unjudged(rule, { ...state, policy, header }));
    }
    #unjudged(rule, { policy, header, reports, unknownColumns, }) {
        const names = [...(0,load/* reportsOfPolicy */.r8)({ ...policy, rules: [rule] }, reports)];
        const lacking = names.filter((name) => this.#definitions.every(({ definition }) => definition.name !== name));
        const own = reports.get(rule.report);
        const named = own === undefined ? [] : (0,load/* columnsOfRule */.b4)(rule, own);
        const columns = named.filter(({ report, column }) => this.#definitions.some(({ definition, lacking: of }) => definition.name === report && of.includes(column)));
        const ofList = named.flatMap(({ report, column }) => report === rule.report && own?.listColumns?.has(column) === true && unknownColumns.includes(column)
            ? [column]
            : []);
        if (ofList.length > 0) {
            const reason = `Neither the report nor a list has the column ${(0,numbers/* listed */.KE)([...new Set(ofList)], 'and')} of the list.`;
            return [{ rule: rule.id, isPartly: false, reason }];
        }
        if (lacking.length === 0 && columns.length === 0)
            return [];
        const isPartly = ![...lacking, ...columns.map(({ report }) => report)].includes(rule.report);
        const isOfRule = (report) => isPartly || report === rule.report;
        const ofReports = lackingReason(lacking.filter(isOfRule), header);
        const ofColumns = lackingColumns(columns.filter(({ report }) => isOfRule(report)), header);
        return [{ rule: rule.id, isPartly, reason: [ofReports, ofColumns].filter(Boolean).join(' ') }];
    }
    /** The violations of each table in the form in which a run stores them. Call it once. */
    tableViolations() {
        const stage = (0,policy_stage/* tablePolicyStage */.zd)(this.#judge);
        return this.#tables.map((result) => ({
            table: result.definition.name,
            violations: (0,table_result/* tableFindings */.LV)(stage(result, this.#tables)).map(rows_file/* storedViolation */.Pz),
        }));
    }
    /**
     * The violations of a mailbox in the form in which a run stores them. Call it once for each mailbox. Throws an `UnusableRows` for a
     * cell of the wrong type.
     *
     * @param mailbox of the list
     */
    violationsOf(stored, mailbox) {
        const results = this.#reports.flatMap(({ at, check, read }) => {
            const kept = stored.reports[at];
            if (kept === undefined)
                return [];
            const report = read(kept);
            check(report);
            return [(0,shards/* queryResult */.mJ)(report)];
        });
        const definitions = this.#reports.map(({ definition }) => definition);
        const answer = { mailbox: { ...mailbox, columns: this.#listCellsOf(stored) }, ids: stored.ids, results };
        return (0,policy_stage/* supposedFindings */.KG)(this.#judge, answer, definitions, (0,policy_stage/* rowsOfTables */.Qb)(this.#tables)).map(rows_file/* storedViolation */.Pz);
    }
}
/** The rules about reports that the rows lack: whether they have violations is not known. */
function undecidedRules(unjudged = []) {
    return new Set(unjudged.flatMap(({ rule, isPartly }) => (isPartly ? [] : [rule])));
}
/** Why rules about columns are not judged, in sentences. */
function lackingColumns(columns, { reports: ofMailboxes, tables }) {
    const reports = [...ofMailboxes, ...tables];
    const isStored = ({ report, column }) => reports.some(({ name, columns: stored }) => name === report && stored.includes(column));
    const namesOf = (of) => (0,numbers/* listed */.KE)([...new Set(of.map(({ report, column }) => `${report}.${column}`))], 'and');
    const [changed, missing] = [columns.filter(isStored), columns.filter((one) => !isStored(one))];
    return [
        missing.length === 0 ? '' : `The report has no cells of ${namesOf(missing)}.`,
        changed.length === 0 ? '' : `The report has cells of another definition of ${namesOf(changed)}.`,
    ]
        .filter(Boolean)
        .join(' ');
}
function lackingReason(names, { reports: ofMailboxes, tables }) {
    const reports = [...ofMailboxes, ...tables];
    const changed = names.filter((name) => reports.some((report) => report.name === name));
    const missing = names.filter((name) => !changed.includes(name));
    return [
        missing.length === 0 ? '' : `The report has no rows of ${(0,numbers/* listed */.KE)(missing, 'and')}.`,
        changed.length === 0 ? '' : `The report has rows of another definition of ${(0,numbers/* listed */.KE)(changed, 'and')}.`,
    ]
        .filter(Boolean)
        .join(' ');
}

;// CONCATENATED MODULE: ./src/rehearsal/rehearsal.ts


/**
 * Judges the rows of a report by a policy and by the policy before. Throws an `UnusableRows` for a cell of the wrong type.
 *
 * @param before undefined: the violations that the report itself has
 */
function rehearse(report, stateAfter, stateBefore) {
    const { header } = report;
    const after = namedAs(report, stateAfter);
    const before = stateBefore && namedAs(report, stateBefore);
    const now = header.run.started.getTime();
    const judgeOf = (state) => state?.policy && new StoredJudge(report, state.policy, state, now);
    const [judge, judgeBefore] = [judgeOf(after), judgeOf(before)];
    const effects = new RuleEffects(after, before, undecidedRules(judge?.unjudged), undecidedRules(judgeBefore?.unjudged));
    const [listed, listedBefore] = [addressSet(after), before && addressSet(before)];
    addTables(effects, report, { judge, judgeBefore, isStored: before === undefined });
    let [mailboxes, unread] = [0, 0];
    for (const [index, mailbox] of header.list.mailboxes.entries()) {
        const address = mailbox.address.toLowerCase();
        const [isListed, wasListed] = [listed?.has(address) ?? true, listedBefore?.has(address) ?? true];
        if (!isListed && !wasListed)
            continue;
        const stored = report.at(index);
        const ofReports = isListed ? header.reports : [];
        const isUnread = (at) => stored.reports[at]?.status !== 'ok';
        const unreadReports = new Set(ofReports.flatMap(({ name }, at) => (isUnread(at) ? [name] : [])));
        if (isListed)
            mailboxes += 1;
        if (unreadReports.size > 0)
            unread += 1;
        const violations = isListed ? judge?.violationsOf(stored, mailbox) : undefined;
        const earlier = before === undefined ? storedViolations(stored) : judgeBefore?.violationsOf(stored, mailbox);
        const was = wasListed ? (earlier ?? []) : [];
        effects.add(mailbox.address, violations ?? [], was, isListed && wasListed, unreadReports);
    }
    const rows = new Set(header.list.mailboxes.map(({ address }) => address.toLowerCase()));
    return {
        mailboxes,
        unread,
        rules: effects.all(),
        unjudged: [...(judge?.unjudged ?? []), ...unjudgedBefore(judge?.unjudged ?? [], judgeBefore?.unjudged ?? [])],
        lists: listEffect(listed, listedBefore ?? rows, rows),
    };
}
/** A policy whose lists name mailboxes as a report does, which may know a mailbox by another address. */
function namedAs(report, state) {
    const { addresses, listCellsOf } = state;
    if (addresses === undefined)
        return state;
    const inLists = new Map();
    for (const address of addresses) {
        const name = report.findNamed(address)?.address.toLowerCase() ?? address;
        if (!inLists.has(name) || name === address)
            inLists.set(name, address);
    }
    return {
        ...state,
        addresses: [...inLists.keys()],
        listCellsOf: (stored) => listCellsOf({ ...stored, address: inLists.get(stored.address.toLowerCase()) ?? stored.address }),
    };
}
/** Adds the violations of tables about the tenant, each named as a mailbox is. */
function addTables(effects, { tables }, judges) {
    const violationsOf = (judge) => new Map(judge?.tableViolations().map(({ table, violations }) => [table, violations]));
    const [is, was] = [violationsOf(judges.judge), violationsOf(judges.judgeBefore)];
    for (const { name, status, violations } of tables) {
        const unread = new Set(status === 'ok' ? [] : [name]);
        effects.add(name, is.get(name) ?? [], judges.isStored ? violations : (was.get(name) ?? []), true, unread);
    }
}
/** The rules that only the policy before leaves undecided. */
function unjudgedBefore(after, before) {
    const names = new Set(after.map(({ rule }) => rule));
    return before.filter(({ rule }) => !names.has(rule)).map((one) => ({ ...one, isBefore: true }));
}
/** Counts of violations over all rules, by severity. */
function rehearsal_totalsOf({ rules, }) {
    const of = (severity) => {
        const sum = (numberOf) => rules.reduce((total, { by }) => total + numberOf(by[severity]), 0);
        return {
            before: sum(({ before }) => before),
            after: sum(({ after }) => after),
            new: sum((effect) => effect.new.count),
            resolved: sum(({ resolved }) => resolved.count),
        };
    };
    return { error: of('error'), warning: of('warning') };
}
function addressSet({ addresses }) {
    return addresses && new Set(addresses);
}
function storedViolations({ reports }) {
    return reports.flatMap(({ violations }) => violations);
}
function listEffect(listed, before, rows) {
    if (listed === undefined)
        return undefined;
    const added = [...listed].filter((address) => !before.has(address));
    return {
        added: tallyOf(added),
        removed: tallyOf([...before].filter((address) => !listed.has(address))),
        withoutRows: tallyOf([...listed].filter((address) => !rows.has(address))),
    };
}

// EXTERNAL MODULE: ./src/run/input-readers.ts
var input_readers = __webpack_require__(26464);
// EXTERNAL MODULE: ./src/store/indexed-report.ts
var indexed_report = __webpack_require__(4863);
// EXTERNAL MODULE: ./src/store/kept-report.ts
var kept_report = __webpack_require__(51836);
// EXTERNAL MODULE: ./src/store/report-files.ts + 1 modules
var report_files = __webpack_require__(68186);
// EXTERNAL MODULE: ./src/store/rows-reader.ts
var rows_reader = __webpack_require__(17838);
;// CONCATENATED MODULE: ./src/rehearsal/rehearse-change.ts

















/**
 * Judges the rows of a kept report by the policy of the workspace and by the one before. Returns a reason if there is no report, or
 * GitHub does not show the commit. Rejects with a UserError: `REPORT_UNREADABLE` for a report that a path names,
 * `INPUT_MISSING` without a policy, or as `policyState` does for the files of the workspace.
 */
async function rehearseChange(request) {
    const opened = await openReport(request);
    if ('reason' in opened)
        return opened;
    const { report, source, skipped } = opened;
    try {
        const { workspace } = request;
        const env = await configured(request.env, workspace);
        const tenant = (0,read_inputs/* text */.Qq)(env, 'tenant-id') ?? '';
        const foreign = (0,json/* isGuid */.W_)(tenant) ? (0,kept_report/* foreignReason */.v)(report.header, { tenant }) : undefined;
        if (foreign !== undefined)
            throw new rows_reader/* UnusableRows */.dj(foreign);
        const inputs = (0,read_inputs/* readInputs */.Ko)(env, 'validate');
        (0,input_readers/* required */.mw)('policy', inputs.policy);
        const after = await policyState(inputs, workspace, report.header.list.columns);
        const before = await stateBefore(request, inputs, report);
        if ('reason' in before)
            return before;
        return {
            rehearsal: rehearse(report, after, before.state),
            source,
            started: report.header.run.started,
            skipped,
            before: before.text,
        };
    }
    catch (error) {
        if (!(error instanceof rows_reader/* UnusableRows */.dj))
            throw error;
        if (source.kind === 'path')
            throw (0,report_files/* unreadableReport */.wH)(source.path, error);
        return { reason: `The report of run #${source.number} cannot be used. ${error.message}` };
    }
    finally {
        await report.close();
    }
}
async function openReport({ report: place, workspace, temp, log, }) {
    if (typeof place !== 'string') {
        const search = await openNewestReport(place, { log, tempFolder: temp });
        return search.kind === 'found' ? search : { reason: search.reason };
    }
    const report = await (0,indexed_report/* openNamedReport */.QD)(place, workspace, temp);
    return { report, source: { kind: 'path', path: place }, skipped: [] };
}
/** The inputs with those of the file of `config` in a folder; without them if the file is not there. */
async function configured(env, folder) {
    const file = (0,read_inputs/* text */.Qq)(env, 'config');
    const config = file === undefined ? undefined : await (0,config_file/* checkConfig */.l2)(file, folder);
    return (0,config_file/* withFile */.D4)(env, config?.value ?? {});
}
async function stateBefore({ base, env, workspace, temp }, inputs, { header }) {
    if (base === undefined) {
        const hadPolicy = header.digests.policy !== undefined;
        return { state: undefined, text: hadPolicy ? 'what that run found' : 'that run, which had no policy' };
    }
    const { columns } = header.list;
    if (!('commit' in base)) {
        const state = await policyState({ ...inputs, policy: base.file }, workspace, columns, 'base-policy');
        return { state, text: `the policy ${base.file}` };
    }
    const { commit } = base;
    try {
        const folder = await (0,promises_.mkdtemp)(external_node_path_default().join(temp, 'base-'));
        const files = await CommitFiles.open(commit);
        const state = await policyState(await copyPolicyFiles(files, env, base.file, folder), folder, columns);
        const name = `commit ${commit.commit.slice(0, 7)}`;
        return { state, text: state.policy === undefined ? `${name}, which has no policy` : `the policy of ${name}` };
    }
    catch (error) {
        const reason = (0,errors/* describeError */.Uc)(error);
        if (error instanceof errors/* UserError */.yo)
            return { reason: `The policy of the base commit has a mistake. ${reason}` };
        return {
            reason: `The base commit could not be read: ${reason}. Add "contents: read" to the "permissions" of the job.`,
        };
    }
}
/** Copies what the policy of a commit is made of, and returns the inputs that name it there. */
async function copyPolicyFiles(files, env, basePolicy, folder) {
    const config = (0,read_inputs/* text */.Qq)(env, 'config');
    if (config !== undefined)
        await files.copy(config, folder);
    const inputs = (0,read_inputs/* readInputs */.Ko)(await configured(env, folder), 'validate');
    const policy = basePolicy ?? inputs.policy;
    const hasPolicy = policy !== undefined && (await files.copy(policy, folder));
    for (const named of hasPolicy ? await (0,policy_file/* filesOfPolicy */.tL)(policy, folder) : [])
        await files.copy(named, folder);
    const hasBaseline = inputs.baseline !== undefined && (await files.copy(inputs.baseline, folder));
    const lists = [];
    for (const pattern of inputs.mailboxes.lists)
        if (await files.copy(pattern, folder))
            lists.push(pattern);
    const report = [];
    for (const entry of inputs.report) {
        if (!(0,choose/* isReportFile */.NK)(entry) || (await files.copy(entry, folder)))
            report.push(entry);
    }
    return {
        ...inputs,
        policy: hasPolicy ? policy : undefined,
        baseline: hasPolicy && hasBaseline ? inputs.baseline : undefined,
        mailboxes: { ...inputs.mailboxes, lists },
        report,
    };
}
/** The commit that the pull request of an event changes; a reason if it is one of a fork; undefined without a pull request. */
async function baseCommit(eventFile) {
    const event = (0,json/* jsonOrUndefined */._D)(await (0,promises_.readFile)(eventFile, 'utf8').catch(() => ''));
    const pullRequest = (0,json/* property */.MZ)(event, 'pull_request');
    if ((0,json/* isObject */.Gv)(pullRequest)) {
        const [head, base] = [(0,json/* property */.MZ)(pullRequest, 'head'), (0,json/* property */.MZ)(pullRequest, 'base')];
        return isSameRepository(head, base)
            ? (0,json/* textIn */.r7)(base, 'sha')
            : { reason: 'The pull request is from a fork, which must not see what the tenant has.' };
    }
    const sha = (0,json/* textIn */.r7)((0,json/* property */.MZ)(event, 'merge_group'), 'base_sha');
    return sha === '' ? undefined : sha;
}
function isSameRepository(head, base) {
    const [one, other] = [head, base].map((side) => (0,json/* property */.MZ)((0,json/* property */.MZ)(side, 'repo'), 'id'));
    return typeof one === 'number' && one === other;
}

// EXTERNAL MODULE: ./src/compare/change-sections.ts
var change_sections = __webpack_require__(89408);
// EXTERNAL MODULE: ./src/policy/policy-definition.ts
var policy_definition = __webpack_require__(23338);
;// CONCATENATED MODULE: ./src/rehearsal/rehearsal-text.ts






/** Identifies the comment of a rehearsal, so that a later one replaces it. GitHub does not show it. */
const COMMENT_MARK = '<!-- mailbox-report rehearsal -->';
/**
 * `Would find 37 violations, 12 of them new (rule no-imap 12), 3 fewer`; also warnings, rules that are weaker, and rules that are not
 * judged, if there are any.
 */
function rehearsalHeadline(rehearsal) {
    const { error, warning } = rehearsal_totalsOf(rehearsal);
    const part = ({ after, new: newCount, resolved }, severity, nouns) => {
        const rules = rehearsal.rules.filter(({ by }) => by[severity].new.count > 0);
        const named = rules.slice(0, MAX_RULES).map(({ rule, by }) => `${rule} ${(0,numbers/* count */.U9)(by[severity].new.count)}`);
        const more = rules.length > named.length ? [`${(0,numbers/* count */.U9)(rules.length - named.length)} more`] : [];
        const ruleText = newCount === 0 ? '' : ` (rule ${[...named, ...more].join(', ')})`;
        return `${(0,numbers/* counted */.hS)(after, ...nouns)}, ${(0,numbers/* count */.U9)(newCount)} of them new${ruleText}, ${(0,numbers/* count */.U9)(resolved)} fewer`;
    };
    const hasWarnings = warning.after + warning.new + warning.resolved > 0;
    const warnings = hasWarnings ? `; ${part(warning, 'warning', ['warning', 'warnings'])}` : '';
    const weakerCount = rehearsal.rules.filter(isWeaker).length;
    const weaker = weakerCount === 0 ? '' : `; ${(0,numbers/* counted */.hS)(weakerCount, 'rule is', 'rules are')} weaker than before`;
    const unjudgedCount = rehearsal.rules.filter(({ isAfterKnown }) => !isAfterKnown).length;
    const unjudged = unjudgedCount === 0 ? '' : `; ${(0,numbers/* counted */.hS)(unjudgedCount, 'rule is', 'rules are')} not judged`;
    return `Would find ${part(error, 'error', ['violation', 'violations'])}${warnings}${weaker}${unjudged}`;
}
const MAX_RULES = 5;
const WEAKENINGS = {
    removed: 'is removed',
    severity: 'is a warning instead of an error',
    exemption: 'has more exemptions',
    baseline: 'has more accepted violations',
    when: 'applies to other rows',
    expect: 'expects something else',
};
/** How a rule is weaker than before, to follow its name. */
function weakerText({ presence, weakenedBy, noLongerFails, isBeforeKnown, isAfterKnown }) {
    const how = weakenedBy.length === 0
        ? 'finds less'
        : (0,numbers/* listed */.KE)(weakenedBy.map((one) => WEAKENINGS[one]), 'and');
    if (!isBeforeKnown || !isAfterKnown)
        return `${how}, and it is not known for which mailboxes it no longer fails`;
    if (noLongerFails.count === 0 && presence === 'removed')
        return `${how}, and failed for no mailbox of the report`;
    if (noLongerFails.count === 0)
        return `${how}, and fails for the same mailboxes of the report`;
    return `${how}, and no longer fails for ${(0,numbers/* counted */.hS)(noLongerFails.count, 'mailbox', 'mailboxes')}`;
}
/** Sentences about the rules that are weaker than before. They name no mailbox. */
function weakerNotes({ rules }) {
    return rules.filter(isWeaker).map((effect) => `Rule ${effect.rule} ${weakerText(effect)}.`);
}
function weakerItem(effect, namesMailboxes) {
    const names = namesMailboxes && effect.noLongerFails.count > 0 ? [': ', ...namesIn(effect.noLongerFails)] : [];
    return ['Weaker: ', { code: effect.rule }, ` ${weakerText(effect)}`, ...names];
}
/** Sentences about the rows, and what could not be judged. */
function rehearsalNotes({ rehearsal, source, started, skipped, before }, now) {
    const { mailboxes, unread, unjudged, lists } = rehearsal;
    const unreadText = unread === 0 ? '' : `, ${(0,numbers/* count */.U9)(unread)} of them not wholly read`;
    return [
        `Judged by the rows of ${(0,change_sections/* sourceText */.rI)(source)} of ${started.toISOString()}${(0,change_sections/* ageText */.XG)(now - started.getTime())}: ${(0,numbers/* counted */.hS)(mailboxes, 'mailbox', 'mailboxes')}${unreadText}.`,
        `Compared with ${before}.`,
        ...skipped,
        ...(lists === undefined || lists.withoutRows.count === 0
            ? []
            : [
                `${(0,numbers/* counted */.hS)(lists.withoutRows.count, 'mailbox', 'mailboxes')} of the lists cannot be judged: the report has no rows of them.`,
            ]),
        ...unjudged.map(({ rule, isPartly, isBefore, reason }) => `The rule ${rule}${isBefore === true ? ' of the policy before' : ''} is ${isPartly ? 'judged in part only' : 'not judged'}. ${reason}`),
    ];
}
/**
 * What people read of a rehearsal. It shows no cell: the messages of rules are those of a pull request.
 *
 * @param namesMailboxes false: only numbers
 */
function rehearsalSection(rehearsed, namesMailboxes, now) {
    const { rehearsal, source } = rehearsed;
    const { rules, lists } = rehearsal;
    const judged = rules.filter(({ isAfterKnown }) => isAfterKnown);
    const different = judged.filter(hasEffect);
    const weaker = rules.filter(isWeaker);
    const same = judged.length - different.length;
    const [about = '', ...notes] = rehearsalNotes(rehearsed, now);
    const from = source.kind === 'run' ? [`${about} `, { link: 'The run', url: source.url }] : about;
    const title = 'Mailbox Report: rehearsal';
    return {
        title,
        folded: title,
        blocks: [
            { paragraph: { strong: rehearsalHeadline(rehearsal) } },
            { paragraph: from },
            ...(weaker.length === 0 ? [] : [{ items: weaker.map((effect) => weakerItem(effect, namesMailboxes)) }]),
            ...(different.length === 0 ? [] : [{ table: effectsTable(different) }]),
            ...(same === 0 ? [] : [{ paragraph: `${(0,numbers/* counted */.hS)(same, 'rule finds', 'rules find')} the same as before.` }]),
            {
                items: [
                    ...(namesMailboxes ? different.flatMap(nameItems) : []),
                    ...different.flatMap(setItem),
                    ...listItem(lists, namesMailboxes),
                    ...withoutRowsItem(lists, namesMailboxes),
                ],
            },
            ...notes.map((note) => ({ paragraph: note })),
        ],
    };
}
function effectsTable(effects) {
    return {
        label: 'What the policy would find',
        columns: [
            { name: 'Rule' },
            { name: 'Severity', kind: 'short' },
            ...NUMBERS.map(({ name }) => ({ name, kind: 'number' })),
        ],
        rows: effects.map((effect) => ({
            cells: [
                [{ code: effect.rule }, effect.presence === 'kept' ? '' : ` (${effect.presence})`],
                effect.severityBefore === undefined ? effect.severity : `${effect.severity}, was ${effect.severityBefore}`,
                ...NUMBERS.map(({ of }) => of(effect)),
            ],
        })),
        unit: ['rule', 'rules'],
    };
}
/** The same as a comment of a pull request, which a later rehearsal replaces. */
function rehearsalComment(markdown) {
    return `${COMMENT_MARK}\n${markdown}`;
}
/** The comment and the summary of a rehearsal that did not take place. */
function notRehearsedSection(reason) {
    const title = 'Mailbox Report: not rehearsed';
    return { title, folded: title, blocks: [{ paragraph: reason }] };
}
/** The result for programs. */
function rehearsalJson(rehearsed) {
    const { rehearsal, source, started, before, skipped } = rehearsed;
    const { error, warning } = totalsOf(rehearsal);
    const tally = ({ count: number, addresses }) => ({ count: number, mailboxes: [...addresses] });
    return {
        report: {
            ...(source.kind === 'run' ? { run: source.number, url: source.url } : { path: source.path }),
            started: started.toISOString(),
        },
        comparedWith: before,
        mailboxes: rehearsal.mailboxes,
        unread: rehearsal.unread,
        violations: { ...error },
        warnings: { ...warning },
        rules: rehearsal.rules.map((effect) => {
            const { rule, severity, severityBefore = severity, presence, inconclusive, isSetChanged } = effect;
            const { before: countBefore, after, new: newTally, resolved } = counting(effect);
            return {
                rule,
                severity,
                presence,
                inconclusive,
                isSetChanged,
                severityBefore,
                before: effect.isBeforeKnown ? countBefore : null,
                after,
                new: tally(newTally),
                resolved: tally(resolved),
                known: tally(effect.known),
                exempt: tally(effect.exempt),
                noLongerFails: tally(effect.noLongerFails),
                weakenedBy: [...effect.weakenedBy],
                set: effect.set.map(({ path, value }) => (path === WHOLE_ROW ? { remove: true } : { path, value })),
            };
        }),
        unjudged: rehearsal.unjudged.map((rule) => ({ ...rule })),
        lists: rehearsal.lists === undefined
            ? null
            : {
                added: tally(rehearsal.lists.added),
                removed: tally(rehearsal.lists.removed),
                withoutRows: tally(rehearsal.lists.withoutRows),
            },
        notes: [...skipped],
    };
}
const NUMBERS = [
    { name: 'Before', of: (effect) => (effect.isBeforeKnown ? (0,numbers/* count */.U9)(counting(effect).before) : 'unknown') },
    { name: 'After', of: (effect) => (0,numbers/* count */.U9)(counting(effect).after) },
    { name: 'New', of: (effect) => (0,numbers/* count */.U9)(counting(effect).new.count) },
    { name: 'Fewer', of: (effect) => (0,numbers/* count */.U9)(counting(effect).resolved.count) },
    { name: 'No longer fails', of: ({ noLongerFails }) => (0,numbers/* count */.U9)(noLongerFails.count) },
    { name: 'Newly known', of: ({ known }) => (0,numbers/* count */.U9)(known.count) },
    { name: 'Newly exempt', of: ({ exempt }) => (0,numbers/* count */.U9)(exempt.count) },
    { name: 'Inconclusive', of: ({ inconclusive }) => (0,numbers/* count */.U9)(inconclusive) },
];
/** The violations of the severity that the rule has. */
function counting({ by, severity }) {
    return by[severity];
}
function talliesOf(effect) {
    return withoutZeros([
        ['new', counting(effect).new],
        ['fewer', counting(effect).resolved],
        ['newly known', effect.known],
        ['newly exempt', effect.exempt],
    ]);
}
function listTallies(lists) {
    if (lists === undefined)
        return [];
    return withoutZeros([
        ['added to', lists.added],
        ['removed from', lists.removed],
    ]);
}
function withoutZeros(tallies) {
    return tallies.filter(([, tally]) => tally.count > 0);
}
/** Whether a rule finds something else than before, cannot decide for a mailbox, or has another `set`. */
function hasEffect(effect) {
    const { presence, by, inconclusive, known, exempt, isSetChanged } = effect;
    const differs = [by.error, by.warning].some(({ before, after, new: newTally, resolved }) => before !== after || newTally.count + resolved.count > 0);
    const isAccepted = known.count + exempt.count > 0;
    return differs || isAccepted || isWeaker(effect) || presence !== 'kept' || inconclusive > 0 || isSetChanged;
}
function nameItems(effect) {
    return talliesOf(effect).map(([name, tally]) => [{ code: effect.rule }, `, ${name}: `, ...namesIn(tally)]);
}
function setItem({ rule, set, by }) {
    const after = by.error.after + by.warning.after;
    if (set.length === 0 || after === 0)
        return [];
    const settings = joined(set.map((setting) => ({ code: settingText(setting) })), ', ');
    const where = `, in ${(0,numbers/* counted */.hS)(after, 'mailbox', 'mailboxes')}: `;
    return [['A remediation plan would set for ', { code: rule }, where, ...settings]];
}
/** As a policy has it under `set`, but for texts. */
function settingText({ path, value }) {
    return path === policy_definition/* WHOLE_ROW */.p9 ? 'remove' : `${path}: ${value === null ? 'null' : (0,display/* cellText */.Ie)(value)}`;
}
function listItem(lists, namesMailboxes) {
    const parts = listTallies(lists).map(([verb, tally], at) => {
        const text = `${at === 0 ? '' : '; '}${(0,numbers/* counted */.hS)(tally.count, 'mailbox', 'mailboxes')} ${verb} the lists`;
        return namesMailboxes ? [`${text}: `, ...namesIn(tally)] : [text];
    });
    return parts.length === 0 ? [] : [parts.flat()];
}
/** The sentence of `rehearsalNotes` has their number. */
function withoutRowsItem(lists, namesMailboxes) {
    if (!namesMailboxes || lists === undefined || lists.withoutRows.count === 0)
        return [];
    return [['Not in the report by this address or ID: ', ...namesIn(lists.withoutRows)]];
}
/** The names of mailboxes, and how many more there are. */
function namesIn({ count: number, addresses }) {
    const names = addresses.map((address) => ({ code: address }));
    const more = number > addresses.length ? [`${(0,numbers/* count */.U9)(number - addresses.length)} more`] : [];
    return joined([...names, ...more], ', ');
}
function joined(pieces, separator) {
    return pieces.flatMap((piece, at) => (at === 0 ? [piece] : [separator, piece]));
}

// EXTERNAL MODULE: ./src/run/repository-visibility.ts
var repository_visibility = __webpack_require__(48210);
;// CONCATENATED MODULE: ./src/actions/rehearse.ts












/** In the temporary folder of the job. */
const COMMENT_FILE = 'mailbox-report-rehearsal.md';
/** A run must not wait longer for something that it can do without. */
const MAX_MS = 300_000;
/**
 * Rehearses the policy of a step as the input `rehearse` asks: writes the job summary, the comment and the outputs. Returns whether the
 * step passes. Rejects with a UserError: `REPORT_UNREADABLE` for a report that the input names, or as `rehearseChange` does.
 */
async function rehearseStep(env, inputs, step, core, network) {
    if (inputs.rehearse.kind === 'off')
        return true;
    const temp = (0,temp_folder/* makeTempFolder */.Pd)(step.tempFolder, 'mailbox-report-rehearsal-');
    try {
        return await (0,machine.within)(MAX_MS, network, async (signal) => {
            const limited = { ...network, signal };
            const request = await stepRequest(inputs, step, limited);
            const outcome = 'reason' in request
                ? request
                : await rehearseChange({ ...request, env, workspace: step.workspace, temp, log: core });
            const mayName = !('reason' in outcome) && inputs.summary === 'full';
            const namesMailboxes = mayName && !(await (0,repository_visibility/* isPublicRepository */.G)(step, limited));
            return deliver(outcome, inputs, namesMailboxes, step, core, network.now());
        });
    }
    finally {
        await (0,temp_folder/* removeTemp */.DO)(temp);
    }
}
async function stepRequest({ rehearse, basePolicy, githubToken: token, artifactName }, step, network) {
    const commit = await baseCommit(step.eventFile);
    if (typeof commit === 'object')
        return commit;
    const fileBase = basePolicy === undefined ? undefined : { file: basePolicy };
    if (rehearse.kind === 'path')
        return { base: fileBase, report: rehearse.path };
    const place = (0,earlier_run/* searchPlace */.Qv)({ step, token, artifactName, ...network });
    if (place.kind !== 'place')
        return place;
    const { repository } = place;
    const base = commit === undefined ? fileBase : { commit: { repository, commit }, file: basePolicy };
    return { base, report: place };
}
/** Returns whether the step passes. */
async function deliver(outcome, { summary, failOnRehearsal }, namesMailboxes, step, core, now) {
    const markdown = (0,outputs_markdown/* wholeSection */.lL)('reason' in outcome ? notRehearsedSection(outcome.reason) : rehearsalSection(outcome, namesMailboxes, now));
    const comment = external_node_path_default().join(step.tempFolder, COMMENT_FILE);
    await (0,promises_.writeFile)(comment, rehearsalComment(markdown));
    core.setOutput('rehearsal-file', comment);
    if (summary !== 'none')
        await (0,job_summary/* writeStepSummary */.oG)(core, step.summaryFile, markdown);
    if ('reason' in outcome) {
        core.notice((0,log/* logText */.kc)(outcome.reason), { title: 'Not rehearsed' });
        return true;
    }
    const { rehearsal } = outcome;
    const lines = [rehearsalHeadline(rehearsal), ...weakerNotes(rehearsal), ...rehearsalNotes(outcome, now)];
    for (const line of lines)
        core.info((0,log/* logText */.kc)(line));
    const { error } = rehearsal_totalsOf(rehearsal);
    core.setOutput('would-violate-count', error.after);
    core.setOutput('would-be-new-count', error.new);
    core.setOutput('would-be-resolved-count', error.resolved);
    if (failOnRehearsal === 'never' || error.new === 0)
        return true;
    core.setOutput('result', 'violations');
    core.error((0,log/* logText */.kc)(rehearsalHeadline(rehearsal)), { title: 'New violations' });
    return false;
}

;// CONCATENATED MODULE: ./src/actions/validate.ts




















/** GitHub shows ten errors and ten warnings of a step. https://docs.github.com/rest/checks/runs */
const MOST_SHOWN = 10;
/** In the summary. */
const MOST_LISTED = 200;
/** Runs the validate action. Returns whether the step fails. Annotates the problems. Never rejects. */
async function runValidate(env, { core, ...network }) {
    try {
        for (const secret of (0,read_inputs/* secretInputs */._y)(env))
            core.setSecret(secret);
        const step = (0,runner/* stepEnvironment */.a)(env);
        const checked = await check(env, step.workspace, network.now());
        annotate(core, checked);
        const isValid = checked.errors.length === 0;
        core.setOutput('result', isValid ? 'pass' : 'error');
        core.setOutput('mailbox-count', checked.mailboxes);
        const { errors, warnings } = totals(checked);
        core.setOutput('error-count', errors);
        core.setOutput('warning-count', warnings);
        if (checked.inputs.summary !== 'none')
            await (0,job_summary/* writeStepSummary */.oG)(core, step.summaryFile, (0,outputs_markdown/* wholeSection */.lL)(summaryOf(checked)));
        const passes = isValid ? await rehearseStep(env, checked.inputs, step, core, network) : false;
        return { fails: !passes };
    }
    catch (error) {
        core.setOutput('result', 'error');
        core.setOutput('error-count', 1);
        (0,annotations/* annotateError */.TF)(core, error);
        return { fails: true };
    }
}
function annotate(core, checked) {
    const { mailboxes, reports, rules, errors, warnings } = checked;
    const reportText = reports.length === 0 ? '' : `; reports: ${reports.join(', ')}`;
    const ruleText = rules === undefined ? '' : `; ${(0,numbers/* counted */.hS)(rules, 'rule', 'rules')}`;
    core.info((0,log/* logText */.kc)(`${(0,numbers/* counted */.hS)(mailboxes, 'mailbox', 'mailboxes')}${reportText}${ruleText}`));
    for (const error of errors.slice(0, MOST_SHOWN))
        (0,annotations/* annotateError */.TF)(core, placed(error));
    for (const warning of warnings.slice(0, MOST_SHOWN))
        (0,annotations/* annotateWarning */.tf)(core, placed(warning));
    for (const rest of [...errors.slice(MOST_SHOWN), ...warnings.slice(MOST_SHOWN)])
        core.info((0,log/* logText */.kc)(line(rest)));
    const all = totals(checked);
    const hiddenCount = all.errors + all.warnings - errors.length - warnings.length;
    if (hiddenCount > 0)
        core.info(`and ${(0,numbers/* count */.U9)(hiddenCount)} more`);
    core.info(`${(0,numbers/* counted */.hS)(all.errors, 'error', 'errors')}, ${(0,numbers/* counted */.hS)(all.warnings, 'warning', 'warnings')}`);
}
/** The message includes the place, because the log shows only the message of an annotation. */
function placed(error) {
    const text = [placeText(error.place), error.message].filter((part) => part !== '').join(': ');
    return (0,errors/* reworded */.Fg)(error, text, error.hint);
}
function line({ code, message, place }) {
    return [placeText(place), code, message].filter((part) => part !== '').join(': ');
}
/** The job summary of a check. GitHub allows 1 MiB. */
function summaryOf(checked) {
    const { mailboxes, reports, rules, errors, warnings } = checked;
    const all = totals(checked);
    const problems = [...errors.map(row('error')), ...warnings.map(row('warning'))];
    const visible = problems.slice(0, MOST_LISTED);
    const title = `Mailbox Report: ${errors.length === 0 ? 'valid' : 'not valid'}`;
    const counts = [
        `${(0,numbers/* counted */.hS)(all.errors, 'error', 'errors')}, ${(0,numbers/* counted */.hS)(all.warnings, 'warning', 'warnings')} in `,
        `${(0,numbers/* counted */.hS)(mailboxes, 'mailbox', 'mailboxes')} and ${(0,numbers/* counted */.hS)(reports.length, 'report', 'reports')}`,
        rules === undefined ? '' : `, a policy of ${(0,numbers/* counted */.hS)(rules, 'rule', 'rules')}`,
    ];
    const table = {
        label: 'Problems',
        columns: [
            { name: 'Place' },
            { name: '' },
            { name: 'Problem', kind: 'prose' },
            { name: 'What to do', kind: 'prose' },
        ],
        rows: visible,
        unit: ['problem', 'problems'],
        more: all.errors + all.warnings - visible.length,
        moreIn: 'the log',
    };
    const blocks = [{ paragraph: `${counts.join('')}.` }, ...(visible.length === 0 ? [] : [{ table }])];
    return { title, folded: title, blocks };
}
function row(level) {
    return ({ code, message, hint, place }) => ({
        cells: [(0,display/* shortened */.vI)(placeText(place), 300), [`${level} `, { code }], (0,display/* shortened */.vI)(message, 500), (0,display/* shortened */.vI)(hint, 500)],
    });
}
/** Reads the inputs of the validate action. Throws a UserError `INPUT_MISSING` if there is nothing to check. */
function readValidateInputs(env) {
    const inputs = (0,read_inputs/* readInputs */.Ko)(env, 'validate');
    const { mailboxes, report, policy } = inputs;
    if ((0,read_inputs/* text */.Qq)(env, 'config') !== undefined || mailboxes.lists.length + report.length > 0 || policy !== undefined)
        return inputs;
    throw new errors/* UserError */.yo('INPUT_MISSING', `There is nothing to check: ${(0,audience/* inputName */.yu)('mailboxes')} names no list, and ${(0,audience/* inputName */.yu)('report')} and ${(0,audience/* inputName */.yu)('policy')} are empty.`, {
        hint: `Set ${(0,audience/* inputName */.yu)('mailboxes')} to mailbox lists, ${(0,audience/* inputName */.yu)('report')} to report files, ${(0,audience/* inputName */.yu)('policy')} to a policy file, or ${(0,audience/* inputName */.yu)('config')} to a file that names them.`,
    });
}
/**
 * Checks the committed files, offline and without secrets. `env` has the inputs; those that are blank are taken from the file of
 * `config`. Throws UserErrors about inputs only.
 */
async function check(env, workspace, now) {
    const file = (0,read_inputs/* text */.Qq)(env, 'config');
    const config = file === undefined ? undefined : await (0,config_file/* checkConfig */.l2)(file, workspace);
    const inputs = readValidateInputs((0,config_file/* withFile */.D4)(env, config?.value ?? {}));
    const { addressColumn: column, extraColumns: columns } = inputs;
    const { lists: patterns, all } = inputs.mailboxes;
    const { report, policy: policyFile, baseline: baselineFile } = inputs;
    const lists = patterns.length === 0 ? undefined : await (0,mailboxes_list/* checkMailboxLists */.i9)({ patterns, workspace, column, columns });
    const listColumns = lists?.value.columns ?? columns;
    // With `all`, a run also has mailboxes that no list names.
    const addresses = all ? undefined : lists?.value.mailboxes.map(({ address }) => address.toLowerCase());
    const reports = await (0,choose/* checkReports */.UA)(report, workspace);
    const context = {
        workspace,
        reports: reports.value,
        complete: reports.problems.length === 0,
        addresses,
        listColumns,
        now,
    };
    const policy = policyFile === undefined ? undefined : await (0,load/* checkPolicy */.hM)(policyFile, context);
    const rules = policy?.value?.rules.map(({ id }) => id);
    const checkedBaseline = baselineFile === undefined ? undefined : await (0,baseline_file/* checkBaseline */.iW)(baselineFile, workspace, rules, addresses);
    const available = new Map([...built_in_tables/* allBuiltIn */.by, ...reports.value.map((one) => [one.name, one])]);
    const ruleReports = policy?.value === undefined ? new Set() : (0,load/* reportsOfPolicy */.r8)(policy.value, available);
    const named = (0,choose/* chosenOf */.KT)(reports.value).reports;
    const definitions = [...named, ...[...built_in/* builtInReports */.vc.values()].filter(({ name }) => ruleReports.has(name))];
    // A policy alone does not say which reports are in the run.
    const lacking = (named.some(definition/* isDerivedReport */._S) ? (0,choose/* lackingSource */.Hl)(definitions) : undefined) ?? [];
    const collisions = columns.length === 0 ? [] : (0,csv_sinks/* columnCollisions */.gM)(definitions, listColumns);
    const checks = [config, lists, reports, policy, checkedBaseline].filter((checked) => checked !== undefined);
    return {
        inputs,
        mailboxes: lists?.value.length ?? 0,
        reports: reports.value.map(({ name }) => name),
        rules: rules?.length,
        errors: [...checks.flatMap(({ problems }) => problems), ...collisions].concat(lacking),
        warnings: checks.flatMap(({ warnings = [] }) => warnings),
        moreErrors: lists?.moreProblems ?? 0,
        moreWarnings: lists?.moreWarnings ?? 0,
    };
}
/** Number of errors and warnings, including those that are only counted. */
function totals({ errors, warnings, moreErrors, moreWarnings }) {
    return { errors: errors.length + moreErrors, warnings: warnings.length + moreWarnings };
}
/** A place as compilers and editors write it, `reports/rules.yml:4:7`; '' without a place. */
function placeText(place) {
    if (place === undefined)
        return '';
    return [place.file, place.line, place.column].filter((part) => part !== undefined).join(':');
}


/***/ }),

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

/***/ 85902:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

// ESM COMPAT FLAG
__webpack_require__.r(__webpack_exports__);

// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  compilePolicy: () => (/* binding */ compilePolicy)
});

// EXTERNAL MODULE: ./src/reports/conditions.ts
var conditions = __webpack_require__(213);
// EXTERNAL MODULE: ./src/reports/row-identity.ts
var row_identity = __webpack_require__(53894);
// EXTERNAL MODULE: ./src/reports/table.ts
var table = __webpack_require__(6711);
// EXTERNAL MODULE: ./src/text/numbers.ts
var numbers = __webpack_require__(92613);
// EXTERNAL MODULE: ./src/policy/baseline/baseline-entry.ts
var baseline_entry = __webpack_require__(97804);
;// CONCATENATED MODULE: ./src/policy/baseline/baseline.ts

/** Finds violations in the baseline, and records which entries still occur. */
class BaselineIndex {
    /** Path of the file, relative to the workspace. */
    file;
    /** Of the file, each once. */
    entries;
    /** By key, in the file's order. */
    #entries = new Map();
    /** The entries of a rule and a mailbox. */
    #byPair = new Map();
    #rules;
    constructor({ file, entries }, isChanging) {
        this.file = file;
        this.entries = entries;
        this.#rules = new Set(entries.map(({ rule }) => rule));
        for (const written of entries) {
            const entry = (0,baseline_entry/* currentEntry */.ES)(written, isChanging);
            const key = (0,baseline_entry/* baselineKey */.x2)(entry);
            if (this.#entries.has(key))
                continue;
            const tracked = { entry, found: false, isComplete: false };
            this.#entries.set(key, tracked);
            const pair = pairKey(entry.rule, entry.address);
            const ofPair = this.#byPair.get(pair) ?? [];
            ofPair.push(tracked);
            this.#byPair.set(pair, ofPair);
        }
    }
    /** The entry of a violation, which still occurs; undefined if the baseline has none. */
    find(violation) {
        const tracked = this.#entries.get((0,baseline_entry/* baselineKey */.x2)(violation));
        if (tracked !== undefined)
            tracked.found = true;
        return tracked?.entry;
    }
    /** Records that `find` was called for all violations of a rule by a mailbox, and that the mailbox was read completely. */
    markComplete(rule, address) {
        const pair = pairKey((0,baseline_entry/* writtenText */.v4)(rule), (0,baseline_entry/* writtenText */.v4)(address));
        for (const tracked of this.#byPair.get(pair) ?? [])
            tracked.isComplete = true;
    }
    /** Whether it has violations of a rule. */
    hasRule(rule) {
        return this.#rules.has((0,baseline_entry/* writtenText */.v4)(rule));
    }
    get size() {
        return this.#entries.size;
    }
    /** Entries that no longer occur, in the file's order. Entries about mailboxes that were not read are not among them. */
    get stale() {
        return [...this.#entries.values()].filter(isStale).map(({ entry }) => entry);
    }
    /** All other entries. */
    *kept() {
        for (const tracked of this.#entries.values())
            if (!isStale(tracked))
                yield tracked.entry;
    }
}
function isStale({ found, isComplete }) {
    return isComplete && !found;
}
function pairKey(rule, address) {
    return `${rule}\0${address.toLowerCase()}`;
}

// EXTERNAL MODULE: ./src/policy/exemptions.ts
var policy_exemptions = __webpack_require__(82680);
// EXTERNAL MODULE: ./src/policy/finding-message.ts
var finding_message = __webpack_require__(25341);
// EXTERNAL MODULE: ./src/policy/register/register.ts
var register = __webpack_require__(34053);
// EXTERNAL MODULE: ./src/policy/verdict.ts
var policy_verdict = __webpack_require__(75187);
;// CONCATENATED MODULE: ./src/policy/judge.ts










/**
 * Compiles a policy once for the run. Rules about other reports are ignored. Import this module lazily: a run
 * without a policy does not need Ajv.
 *
 * @param now decides which exemptions have expired, and what `today` means in limits of dates
 * @param committed the baseline, whose entries are known violations
 * @param namesOf every known address and ID of a listed mailbox: an exemption or an entry of the baseline can have any of them
 */
function compilePolicy(policy, reports, now, committed, namesOf = (address) => [address]) {
    const exemptions = new policy_exemptions/* ExemptionIndex */.cv(policy.exemptions, now);
    const isChanging = (0,baseline_entry/* changingColumns */.Ld)(policy.rules, reports);
    const baseline = committed === undefined ? undefined : new BaselineIndex(committed, isChanging);
    const judges = new Map();
    const tableJudges = new Map();
    const usage = policy.rules.map((rule) => {
        const isOfTable = reports.some((report) => report.name === rule.report && (0,table/* isTable */.bI)(report));
        return { rule, isOfTable, mailboxes: 0, applied: 0 };
    });
    for (const report of reports) {
        const ofReport = usage.filter(({ rule }) => rule.report === report.name);
        if (ofReport.length === 0)
            continue;
        const compiled = ofReport.map((one) => compileRule(one, report, reports, now));
        const accepted = { exemptions, baseline, isChanging };
        if ((0,table/* isTable */.bI)(report)) {
            const subject = { kind: 'table', table: report.name };
            tableJudges.set(report.name, (rows, rowsOf = () => undefined) => verdictOf(rows, (rule) => judgeRule(rule, rows, rowsOf, subject, { ...accepted, names: [''] }), compiled));
            continue;
        }
        judges.set(report.name, (rows, rowsOf = () => undefined, names = []) => {
            const { mailbox } = rows[0];
            const subject = { kind: 'mailbox', mailbox };
            const all = { ...accepted, names: [...new Set([...namesOf(mailbox.address), ...names])] };
            return verdictOf(rows, (rule) => judgeRule(rule, rows, rowsOf, subject, all), compiled);
        });
    }
    return {
        judgeOf: (report) => judges.get(report),
        judgeOfTable: (table) => tableJudges.get(table),
        exemptions,
        baseline,
        register: policy.register && new register/* RegisterIndex */.cd(policy.register, now),
        namesOf,
        unusedRules: () => unusedRules(usage),
    };
}
function verdictOf(rows, judge, rules) {
    const results = rules.map(judge);
    return {
        rows: rows.map((row, index) => rowVerdict(row, index, results)),
        rules: results.map(({ result }) => result),
    };
}
/** Throws if the reports lack a column of the rule. Rules of a policy file have been checked for that. */
function compileRule(usage, report, reports, now) {
    const { rule } = usage;
    return {
        rule,
        report,
        reports,
        when: (0,conditions/* compileConditions */.am)(rule.when, report, now, reports),
        expect: (0,conditions/* compileConditions */.am)(rule.expect, report, now, reports),
        identity: (0,row_identity/* rowIdentity */.lM)(report),
        usage,
    };
}
function judgeRule(compiled, rows, rowsOf, subject, { exemptions, baseline, isChanging, names }) {
    const { rule, identity, usage } = compiled;
    const evaluations = rows.map((row) => evaluateRow(compiled, row, rowsOf));
    const exempting = exemptionsOf(compiled, evaluations, subject, { exemptions, names });
    const findings = [];
    const ofRows = evaluations.map(({ row, violated, unknown, verdict }, at) => {
        if (verdict === undefined || verdict === 'pass')
            return verdict;
        const exemption = violated.length === 0 ? undefined : exempting(at);
        const item = identity.itemOf(row);
        const ofItem = { rule, subject, row, item };
        const ofRow = violated.map((condition) => {
            const { column, expected } = condition;
            const value = (0,conditions/* foundIn */.QR)(condition, row, rowsOf);
            // Also for an exempt violation, since its entry is still needed when the exemption has expired.
            const rowDigest = identity.digestOf(row, column);
            const changesByItself = isChanging(rule.id, column) || undefined;
            const violation = { item, row: rowDigest, column, found: value, changesByItself };
            const entries = names.map((name) => baseline?.find((0,baseline_entry/* violationIdentity */.Eq)(rule.id, name, violation)));
            const entry = entries.find((one) => one !== undefined);
            const failure = rule.severity === 'error' ? 'fail' : 'warn';
            const reason = exemption !== undefined ? 'exempt' : entry !== undefined ? 'known' : failure;
            const addedOn = reason === 'known' ? entry?.addedOn : undefined;
            const message = (0,finding_message/* violationMessage */.nW)({ item, column, found: value, expected }, compiled, row, rowsOf);
            const reported = { column, found: value, changesByItself, expected, message };
            return { ...ofItem, rowDigest, verdict: reason, ...reported, exemption, addedOn };
        });
        findings.push(...ofRow);
        if (ofRow.length > 0)
            return (0,policy_verdict/* worst */.QZ)(ofRow.map((finding) => finding.verdict));
        if (verdict === 'inconclusive' && row.status === 'ok') {
            const message = (0,finding_message/* inconclusiveMessage */.qU)(unknown, item);
            findings.push({ ...ofItem, rowDigest: '', verdict, column: '', found: null, expected: '', message });
        }
        return verdict;
    });
    // A table without rows has nothing that violates the rule.
    const verdict = rows.length === 0 ? 'pass' : (0,policy_verdict/* worstRow */.Yf)(ofRows.filter((one) => one !== undefined));
    const items = rows.filter(isItem).map((row) => identity.itemOf(row));
    if (rows.some(isItem))
        usage.mailboxes += 1;
    if (evaluations.some(({ row, verdict: one }) => isItem(row) && one !== undefined))
        usage.applied += 1;
    if (verdict === 'inconclusive')
        exemptions.addInconclusive(rule.id, ...(subject.kind === 'table' ? items : names));
    const isUncertain = evaluations.some((one) => one.isUncertain);
    if (!isUncertain)
        for (const name of names)
            baseline?.markComplete(rule.id, name);
    return { result: { rule, verdict, findings, isUncertain: isUncertain || undefined }, ofRows };
}
/**
 * The exemption of each row that violates a rule. All rows of a mailbox share one, and its use is counted once; in a table, each row has
 * its own.
 */
function exemptionsOf({ rule, identity }, evaluations, subject, { exemptions, names }) {
    if (subject.kind === 'table') {
        const items = evaluations.map(({ row }) => identity.itemOf(row));
        if (evaluations.every(({ row }) => isItem(row)))
            exemptions.see(rule.id, items);
        else
            exemptions.seeUnknown(rule.id);
        return (row) => exemptions.exempt(rule.id, items[row] ?? '');
    }
    exemptions.see(rule.id, names);
    const isViolated = evaluations.some(({ violated }) => violated.length > 0);
    const exemption = isViolated ? exemptions.exempt(rule.id, ...names) : undefined;
    return () => exemption;
}
function evaluateRow({ when, expect: expected }, row, rowsOf) {
    const resultFor = (condition, certain) => {
        const conditionRow = (0,conditions/* rowOf */.OB)(condition, row, rowsOf);
        return conditionRow === undefined ? 'unknown' : (0,conditions/* resultOf */.Bg)(condition, conditionRow, certain);
    };
    // Of an unreadable mailbox, or one without items, only the address, what the list says and other reports are known.
    const decidable = isItem(row) ? when : when.filter(({ isOfCell, report }) => !isOfCell || report !== undefined);
    const applies = decidable.map((condition) => resultFor(condition, 'met'));
    const evaluation = { row, violated: [], unknown: [], isUncertain: false };
    const isLeftOut = (condition) => {
        const conditionRow = (0,conditions/* rowOf */.OB)(condition, row, rowsOf);
        return conditionRow !== undefined && condition.isNotApplicable(conditionRow);
    };
    if (applies.includes('unmet') || decidable.some(isLeftOut))
        return { ...evaluation, verdict: undefined };
    if (row.status !== 'ok')
        return { ...evaluation, verdict: 'inconclusive', isUncertain: true };
    if (!isItem(row))
        return { ...evaluation, verdict: 'pass' };
    const expect = expected.filter((condition) => !isLeftOut(condition));
    if (expect.length === 0 && expected.length > 0)
        return { ...evaluation, verdict: undefined };
    const results = expect.map((condition) => resultFor(condition, 'unmet'));
    const violated = applies.includes('unknown') ? [] : expect.filter((_, index) => results[index] === 'unmet');
    const all = [...applies, ...results];
    const unknown = [...decidable, ...expect].flatMap(({ column }, index) => (all[index] === 'unknown' ? [column] : []));
    const isUncertain = unknown.length > 0;
    const verdict = violated.length > 0 ? 'fail' : isUncertain ? 'inconclusive' : 'pass';
    return { row, verdict, violated, unknown: [...new Set(unknown)], isUncertain };
}
/** Whether a row is about something that was read. */
function isItem({ status, content }) {
    return status === 'ok' && content === 'item';
}
/** An unreadable row is inconclusive, even if no rule applies to its address. */
function rowVerdict(row, index, results) {
    const verdicts = results.map(({ result, ofRows }) => ({ id: result.rule.id, verdict: ofRows[index] ?? 'pass' }));
    return {
        verdict: (0,policy_verdict/* worst */.QZ)([row.status === 'ok' ? 'pass' : 'inconclusive', ...verdicts.map(({ verdict }) => verdict)]),
        violations: verdicts.filter(({ verdict }) => verdict !== 'pass' && verdict !== 'inconclusive').map(({ id }) => id),
    };
}
const MAX_WARNINGS = 5;
function unusedRules(usage) {
    const unused = usage.filter(({ mailboxes, applied }) => mailboxes > 0 && applied === 0);
    return unused.slice(0, MAX_WARNINGS).map(({ rule: { id, report, place }, isOfTable, mailboxes }, index) => {
        const otherCount = index === MAX_WARNINGS - 1 ? unused.length - MAX_WARNINGS : 0;
        const sentence = otherCount === 0 ? '' : ` The same is true of ${(0,numbers/* counted */.hS)(otherCount, 'other rule', 'other rules')}.`;
        const of = isOfTable ? `the rows of ${report}` : (0,numbers/* counted */.hS)(mailboxes, 'mailbox', 'mailboxes');
        const message = `The rule "${id}" applied to 0 of ${of}: no row meets its "when".${sentence}`;
        return { message, place };
    });
}


/***/ }),

/***/ 87858:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   D4: () => (/* binding */ withFile),
/* harmony export */   l2: () => (/* binding */ checkConfig),
/* harmony export */   withConfig: () => (/* binding */ withConfig)
/* harmony export */ });
/* unused harmony exports CONFIG_SCHEMA, parseConfigFile, configFileOf, readConfig, fileSettings */
/* harmony import */ var node_fs__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(73024);
/* harmony import */ var node_fs__WEBPACK_IMPORTED_MODULE_0___default = /*#__PURE__*/__webpack_require__.n(node_fs__WEBPACK_IMPORTED_MODULE_0__);
/* harmony import */ var yaml__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(38815);
/* harmony import */ var _errors_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(83916);
/* harmony import */ var _files_fields_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(59682);
/* harmony import */ var _files_workspace_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(79622);
/* harmony import */ var _files_yaml_file_js__WEBPACK_IMPORTED_MODULE_5__ = __webpack_require__(25948);
/* harmony import */ var _former_names_js__WEBPACK_IMPORTED_MODULE_6__ = __webpack_require__(31801);
/* harmony import */ var _input_readers_js__WEBPACK_IMPORTED_MODULE_7__ = __webpack_require__(26464);
/* harmony import */ var _inputs_js__WEBPACK_IMPORTED_MODULE_8__ = __webpack_require__(75481);









const CONFIG_FILE = 'mailbox-report.yml';
const MAX_VALUES = 1_000;
const INPUT_PREFIX_LENGTH = (0,_input_readers_js__WEBPACK_IMPORTED_MODULE_7__/* .inputVariable */ .LO)('').length;
/** A number as YAML or a text has it: the input decides which it accepts. */
const NUMBER = {
    schema: { type: ['number', 'string'] },
    read: (value) => value.scalarText()?.trim(),
};
/** `artifact-name: ''` uploads nothing, instead of the default. */
const BLANKABLE = {
    schema: { type: 'string' },
    read: (value) => ((0,yaml__WEBPACK_IMPORTED_MODULE_1__/* .isScalar */ .jn)(value.node) && value.node.value === '' ? '' : value.text()),
};
/** A value as the runner passes it. */
function fieldOf({ read, about }) {
    if (read?.choices !== undefined)
        return (0,_files_fields_js__WEBPACK_IMPORTED_MODULE_3__/* .choice */ .Yq)(...read.choices);
    if (read?.kind === 'number')
        return NUMBER;
    if (read?.kind !== 'list')
        return read?.blank === true ? BLANKABLE : _files_fields_js__WEBPACK_IMPORTED_MODULE_3__/* .anyText */ .Ae;
    const many = (0,_files_fields_js__WEBPACK_IMPORTED_MODULE_3__/* .oneOrMore */ .h9)(_files_fields_js__WEBPACK_IMPORTED_MODULE_3__/* .anyText */ .Ae, { noun: 'value', maxItems: MAX_VALUES, hint: `Name ${about}.` });
    return { schema: many.schema, read: (value) => many.read(value)?.join('\n') };
}
function keyOf(row) {
    const { about: description, example } = row;
    const defaultValue = (0,_inputs_js__WEBPACK_IMPORTED_MODULE_8__/* .defaultOf */ .HA)(row);
    return {
        is: fieldOf(row),
        description,
        ...(example !== undefined && { examples: [example] }),
        ...(defaultValue !== '' && { default: defaultValue }),
    };
}
/** Why the file must not have an input; undefined if it may. */
function refusal({ refused, secret }) {
    return secret === true ? 'A secret does not belong in a file that is committed.' : refused;
}
/** By the variable in which the runner passes them. */
const ROWS = new Map((0,_inputs_js__WEBPACK_IMPORTED_MODULE_8__/* .inputsOf */ .Vc)('report').flatMap(([name, row]) => (refusal(row) === undefined ? [[(0,_input_readers_js__WEBPACK_IMPORTED_MODULE_7__/* .inputVariable */ .LO)(name), row]] : [])));
const KEYS = (0,_files_fields_js__WEBPACK_IMPORTED_MODULE_3__/* .record */ .g1)(Object.fromEntries((0,_inputs_js__WEBPACK_IMPORTED_MODULE_8__/* .inputsOf */ .Vc)('report').flatMap(([name, row]) => (ROWS.has((0,_input_readers_js__WEBPACK_IMPORTED_MODULE_7__/* .inputVariable */ .LO)(name)) ? [[name, keyOf(row)]] : []))), refusedEntry);
/** The JSON Schema of mailbox-report.yml. */
const CONFIG_SCHEMA = KEYS.schema;
/** Parses a file whose keys are names of inputs. Its values are by the variable of the input, as the runner passes them. */
function parseConfigFile(content, file) {
    return (0,_files_yaml_file_js__WEBPACK_IMPORTED_MODULE_5__/* .readYaml */ .g)(content, file, 'CONFIG_FILE', (root) => {
        const keys = KEYS.read(root);
        const entries = (root.entries() ?? []).filter(
        // The variable of a key in another case is the same, but such a key is none.
        (entry) => entry.key === entry.key.toLowerCase() && ROWS.has((0,_input_readers_js__WEBPACK_IMPORTED_MODULE_7__/* .inputVariable */ .LO)(entry.key)) && !refusedEntry(entry));
        return Object.fromEntries(entries.map(({ key }) => [(0,_input_readers_js__WEBPACK_IMPORTED_MODULE_7__/* .inputVariable */ .LO)(key), keys?.get(key)]));
    });
}
/** Why the file must not have an entry: a former name or value, or an input that is no key. */
function refusedEntry({ key, value }) {
    const removed = (0,_former_names_js__WEBPACK_IMPORTED_MODULE_6__/* .removedInput */ .Je)('key', key, (0,yaml__WEBPACK_IMPORTED_MODULE_1__/* .isScalar */ .jn)(value.node) ? String(value.node.value) : '');
    if (removed !== undefined)
        return removed;
    const row = _inputs_js__WEBPACK_IMPORTED_MODULE_8__/* .INPUTS */ .mc.get(key);
    const hint = row && refusal(row);
    return hint === undefined ? undefined : { message: `The key "${key}" is refused here.`, hint };
}
/** The file of the terminal program: of its option, else mailbox-report.yml if the current folder has it. */
function configFileOf(option) {
    return option ?? (existsSync(CONFIG_FILE) ? CONFIG_FILE : undefined);
}
/** Reads a file of the workspace whose keys are names of inputs. A file that cannot be read is a problem. */
function checkConfig(file, workspace) {
    const fileRules = { code: 'CONFIG_FILE', noun: 'file', input: 'config', extensions: ['yml', 'yaml'] };
    return (0,_files_workspace_js__WEBPACK_IMPORTED_MODULE_4__/* .checkWorkspaceFile */ .K$)(file, workspace, fileRules, parseConfigFile);
}
/** The same. Rejects with the UserError `CONFIG_FILE`, which has all problems. */
async function readConfig(file, workspace) {
    const checked = await checkConfig(file, workspace);
    const { problems } = checked;
    const [first] = problems;
    if (first === undefined || problems.length === 1)
        return (0,_errors_js__WEBPACK_IMPORTED_MODULE_2__/* .requireValue */ .vd)(checked);
    const isList = (hint) => hint.startsWith('The keys here are');
    const lines = problems.map(({ message, hint, place }) => {
        const [sentence = ''] = isList(hint) ? [] : hint.split(/(?<=[.?]) /);
        return `Line ${place?.line ?? 1}: ${message} ${sentence}`.trimEnd();
    });
    const keys = problems.find(({ hint }) => isList(hint))?.hint ?? 'Correct these lines.';
    throw (0,_errors_js__WEBPACK_IMPORTED_MODULE_2__/* .reworded */ .Fg)(first, [`${file} has ${problems.length} mistakes.`, ...lines].join('\n'), keys);
}
/** The environment of an action with the values of the file that the input `config` names. Rejects as `readConfig` does. */
async function withConfig(env, workspace) {
    const file = env[(0,_input_readers_js__WEBPACK_IMPORTED_MODULE_7__/* .inputVariable */ .LO)('config')]?.trim() ?? '';
    if (file === '')
        return { env, fileSettings: [] };
    const values = await readConfig(file, workspace);
    return { env: withFile(env, values), fileSettings: fileSettings(file, values, env) };
}
/** A sentence for each input that decides whether the step fails, and that the file sets: the environment does not. */
function fileSettings(file, values, env) {
    return [...ROWS].flatMap(([variable, { decides }]) => {
        const value = values[variable];
        if (decides !== true || value === undefined || isSet(variable, env))
            return [];
        return [`${file} sets ${variable.slice(INPUT_PREFIX_LENGTH).toLowerCase()}: ${value}`];
    });
}
/**
 * An environment with the values of a file. An input that is set takes precedence, even if it has the usual value: action.yml has
 * no default for it, except for the name of the artifact, where blank is a value.
 */
function withFile(env, file) {
    return { ...env, ...Object.fromEntries(Object.entries(file).filter(([variable]) => !isSet(variable, env))) };
}
function isSet(variable, env) {
    const row = ROWS.get(variable);
    const value = env[variable]?.trim() ?? '';
    if (row?.read?.blank !== true)
        return value !== '';
    return env[variable] !== undefined && value !== (0,_inputs_js__WEBPACK_IMPORTED_MODULE_8__/* .defaultOf */ .HA)(row);
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


/***/ }),

/***/ 42016:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   J$: () => (/* reexport safe */ _api_index_js__WEBPACK_IMPORTED_MODULE_0__.J),
/* harmony export */   qg: () => (/* binding */ parse)
/* harmony export */ });
/* harmony import */ var _api_index_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(37084);
/* harmony import */ var _api_normalize_options_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(86845);



const parse = function (data, opts = {}) {
  if (typeof data === "string") {
    data = Buffer.from(data);
  }
  const records = opts && opts.objname ? Object.create(null) : [];
  const parser = (0,_api_index_js__WEBPACK_IMPORTED_MODULE_0__/* .transform */ .p)(opts);
  const push = (record) => {
    if (parser.options.objname === undefined) records.push(record);
    else {
      records[record[0]] = record[1];
    }
  };
  const close = () => {};
  const error = parser.parse(data, true, push, close);
  if (error !== undefined) throw error;
  return records;
};




/***/ })

};
