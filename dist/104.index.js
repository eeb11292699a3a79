export const id = 104;
export const ids = [104];
export const modules = {

/***/ 96104:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

// ESM COMPAT FLAG
__webpack_require__.r(__webpack_exports__);

// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  reportOn: () => (/* binding */ reportOn),
  run: () => (/* binding */ run)
});

// EXTERNAL MODULE: ./src/auth/clouds.ts
var clouds = __webpack_require__(56910);
// EXTERNAL MODULE: ./src/outputs/artifact.ts
var outputs_artifact = __webpack_require__(20658);
// EXTERNAL MODULE: external "node:path"
var external_node_path_ = __webpack_require__(76760);
var external_node_path_default = /*#__PURE__*/__webpack_require__.n(external_node_path_);
// EXTERNAL MODULE: ./src/files/json-shape.ts
var json_shape = __webpack_require__(30601);
// EXTERNAL MODULE: ./src/controls/catalogue.ts
var controls_catalogue = __webpack_require__(65227);
;// CONCATENATED MODULE: ./src/controls/evidence.ts
/**
 * `evidence.json`: what a run says about the controls of benchmarks, for people who sign it and for programs that read many of them. It
 * names no mailbox and has no cell. This is the file's form and its reader.
 */




const EVIDENCE_FILE = 'evidence.json';
const EVIDENCE_FORMAT = 'mailbox-report-evidence';
/** Increase it with every change after which an earlier reader would misunderstand a file. */
const EVIDENCE_VERSION = 1;
/** Bytes. A thousand controls have some 1 MB. */
const MAX_EVIDENCE_BYTES = (/* unused pure expression or super */ null && (16 * 1024 ** 2));
/** What a run says about a control. */
const CONTROL_RESULTS = ['met', 'met-in-part', 'not-met', 'excepted', 'unknown', 'not-checked'];
/** Whether the rules of a control are all those that are shipped. */
const BASES = ['shipped', 'own'];
/** The numbers of a line, in the order of controls.csv. */
const POPULATION = [
    'tenant',
    'listed',
    'read',
    'concerned',
    'passed',
    'failed',
    'warned',
    'known',
    'exempt',
    'inconclusive',
    'unread',
];
const TEXT_OR_NULL = orNull(json_shape/* isText */.KH);
const NUMBER_OR_NULL = orNull(json_shape/* isWhole */.wP);
function orNull(shape) {
    return (0,json_shape/* either */.gP)(shape, (0,json_shape/* oneOf */.yL)([null]));
}
const COUNTS = (0,json_shape/* objectOf */.Xy)({
    tenant: NUMBER_OR_NULL,
    listed: NUMBER_OR_NULL,
    read: NUMBER_OR_NULL,
    concerned: NUMBER_OR_NULL,
    passed: NUMBER_OR_NULL,
    failed: NUMBER_OR_NULL,
    warned: NUMBER_OR_NULL,
    known: NUMBER_OR_NULL,
    exempt: NUMBER_OR_NULL,
    inconclusive: NUMBER_OR_NULL,
    unread: NUMBER_OR_NULL,
});
const CONTROL = (0,json_shape/* objectOf */.Xy)({
    catalogue: json_shape/* isText */.KH,
    control: json_shape/* isText */.KH,
    title: json_shape/* isText */.KH,
    subject: (0,json_shape/* oneOf */.yL)(controls_catalogue/* CONTROL_SUBJECTS */.C5),
    result: (0,json_shape/* oneOf */.yL)(CONTROL_RESULTS),
    covered: (0,json_shape/* oneOf */.yL)(controls_catalogue/* COVERED */.NQ),
    basis: orNull((0,json_shape/* oneOf */.yL)(BASES)),
    rules: (0,json_shape/* arrayOf */.jk)(json_shape/* isText */.KH),
    missing: (0,json_shape/* arrayOf */.jk)(json_shape/* isText */.KH),
    population: COUNTS,
});
const EVIDENCE = (0,json_shape/* both */.WP)((0,json_shape/* objectOf */.Xy)({
    product: json_shape/* isText */.KH,
    tenant: json_shape/* isText */.KH,
    cloud: json_shape/* isText */.KH,
    run: (0,json_shape/* objectOf */.Xy)({
        id: json_shape/* isText */.KH,
        attempt: json_shape/* isWhole */.wP,
        url: TEXT_OR_NULL,
        started: json_shape/* isTime */.K8,
        ended: json_shape/* isTime */.K8,
        repository: TEXT_OR_NULL,
        commit: TEXT_OR_NULL,
        actor: TEXT_OR_NULL,
    }),
    result: (0,json_shape/* oneOf */.yL)(['pass', 'violations', 'incomplete', 'error']),
}), (0,json_shape/* objectOf */.Xy)({
    digests: (0,json_shape/* objectOf */.Xy)({
        policy: TEXT_OR_NULL,
        baseline: TEXT_OR_NULL,
        list: json_shape/* isText */.KH,
        catalogues: (0,json_shape/* mapOf */.A7)(json_shape/* isText */.KH),
        definitions: (0,json_shape/* mapOf */.A7)(json_shape/* isText */.KH),
        rows: json_shape/* isText */.KH,
    }),
    reports: (0,json_shape/* arrayOf */.jk)((0,json_shape/* objectOf */.Xy)({ name: json_shape/* isText */.KH, permission: TEXT_OR_NULL, endpoint: TEXT_OR_NULL, role: TEXT_OR_NULL })),
    controls: (0,json_shape/* arrayOf */.jk)(CONTROL),
    exceptions: (0,json_shape/* arrayOf */.jk)((0,json_shape/* objectOf */.Xy)({
        rule: json_shape/* isText */.KH,
        mailboxes: NUMBER_OR_NULL,
        items: NUMBER_OR_NULL,
        expires: json_shape/* isText */.KH,
        reason: json_shape/* isText */.KH,
        owner: json_shape/* isText */.KH,
    })),
}));
/** Reads an `evidence.json`, or says in a sentence why it cannot be used. */
function parseEvidence(text) {
    const value = jsonOrUndefined(text);
    if (!isObject(value) || value.format !== EVIDENCE_FORMAT)
        return { problem: `It is no ${EVIDENCE_FILE} of Mailbox Report.` };
    if (value.version !== EVIDENCE_VERSION) {
        return {
            problem: `Its version is ${shownText(JSON.stringify(value.version ?? null))}. This program reads ${EVIDENCE_VERSION}.`,
        };
    }
    return EVIDENCE(value) ? value : { problem: 'It is damaged: values are missing or of another type.' };
}
/** The file, which ends with a line break. The order of its members does not vary. */
function evidenceText(evidence) {
    return `${JSON.stringify({ format: EVIDENCE_FORMAT, version: EVIDENCE_VERSION, ...evidence }, null, 2)}\n`;
}

// EXTERNAL MODULE: ./src/errors.ts
var errors = __webpack_require__(83916);
// EXTERNAL MODULE: ./src/run/log.ts
var log = __webpack_require__(23503);
// EXTERNAL MODULE: ./src/run/outputs.ts
var run_outputs = __webpack_require__(73815);
// EXTERNAL MODULE: ./src/run/result.ts
var run_result = __webpack_require__(64612);
// EXTERNAL MODULE: ./src/outputs/annotations.ts
var annotations = __webpack_require__(88944);
// EXTERNAL MODULE: ./src/outputs/job-summary.ts
var job_summary = __webpack_require__(70572);
// EXTERNAL MODULE: ./src/run/input-readers.ts
var input_readers = __webpack_require__(26464);
// EXTERNAL MODULE: ./src/store/rows-file.ts
var rows_file = __webpack_require__(35923);
// EXTERNAL MODULE: ./src/policy/baseline/baseline-entry.ts
var baseline_entry = __webpack_require__(97804);
// EXTERNAL MODULE: ./src/policy/subject.ts
var policy_subject = __webpack_require__(50722);
// EXTERNAL MODULE: ./src/run/mailbox-result.ts
var mailbox_result = __webpack_require__(70611);
// EXTERNAL MODULE: ./src/run/table-result.ts
var table_result = __webpack_require__(97007);
// EXTERNAL MODULE: ./src/outputs/files/csv-file.ts
var csv_file = __webpack_require__(1745);
;// CONCATENATED MODULE: ./src/outputs/files/baseline-csv.ts





/**
 * `baseline.csv` as it would be now: all violations that are not exempt, and the entries about mailboxes that were not read.
 * Entries keep their date. Rows are sorted, so that equal findings give equal files.
 */
class BaselineCsv {
    #file;
    #csv;
    #baseline;
    #addedOn;
    #entries = [];
    #isWritten = false;
    /**
     * @param baseline that of the run, which knows after the last mailbox which entries are kept
     * @param started when the run started: the date of new entries
     */
    constructor(file, csv, baseline, started) {
        this.#file = file;
        this.#csv = csv;
        this.#baseline = baseline;
        this.#addedOn = new Date(started).toISOString().slice(0, 10);
    }
    /** Undefined until the file is written: a part of it would unaccept the rest when committed. */
    get path() {
        return this.#isWritten ? this.#file : undefined;
    }
    addTable(result) {
        this.#addAll((0,table_result/* tableFindings */.LV)(result));
    }
    add(result) {
        this.#addAll((0,mailbox_result/* findingsOf */.WX)(result));
    }
    #addAll(findings) {
        for (const finding of findings) {
            if (finding.verdict !== 'fail' && finding.verdict !== 'warn')
                continue;
            const violation = { ...finding, row: finding.rowDigest };
            const identity = (0,baseline_entry/* violationIdentity */.Eq)(finding.rule.id, (0,policy_subject/* addressOf */.ci)(finding.subject), violation);
            this.#entries.push({ ...identity, addedOn: this.#addedOn });
        }
    }
    async close(summary) {
        if (summary === undefined || this.#isWritten)
            return;
        const file = new csv_file/* CsvFile */.fL(this.#file, baseline_entry/* BASELINE_COLUMNS */.Ac, this.#csv);
        try {
            // A mailbox can have two inbox rules of one name that violate a rule in the same way.
            for (const entry of (0,baseline_entry/* sortedEntries */.CA)([...(this.#baseline?.kept() ?? []), ...this.#entries])) {
                await file.write([(0,baseline_entry/* baselineCells */.PO)(entry)]);
            }
        }
        finally {
            await file.close();
        }
        this.#isWritten = true;
    }
}

// EXTERNAL MODULE: ./src/outputs/files/csv-sinks.ts
var csv_sinks = __webpack_require__(84611);
// EXTERNAL MODULE: ./src/policy/verdict.ts
var policy_verdict = __webpack_require__(75187);
// EXTERNAL MODULE: ./src/reports/definition.ts
var definition = __webpack_require__(54530);
// EXTERNAL MODULE: ./src/reports/known.ts
var known = __webpack_require__(81168);
// EXTERNAL MODULE: ./src/text/registration.ts
var registration = __webpack_require__(60658);
// EXTERNAL MODULE: ./src/reports/row-view.ts
var row_view = __webpack_require__(20573);
;// CONCATENATED MODULE: ./src/totals/run-counts.ts
/** The counts of a run: of mailboxes, and of findings if there is a policy. */
function countsOf({ mailboxes, duplicateCount, policy, }) {
    const { total, read, unreadable } = mailboxes;
    const counts = { mailboxes: total, read, unreadable, repeated: duplicateCount };
    if (policy === undefined)
        return counts;
    const { verdicts } = policy;
    return {
        ...counts,
        violations: verdicts.total('failed'),
        warnings: verdicts.total('warned'),
        known: verdicts.total('known'),
        exempt: verdicts.total('exempt'),
        inconclusive: verdicts.total('inconclusive'),
    };
}
/** The counts that the rows file keeps of a run, for the history of later runs. */
function storedCounts(summary) {
    return summary.parts.reduce((counts, part) => ({ ...counts, ...part.counts?.(summary) }), countsOf(summary));
}
/** The runs of the history and this one, the latest last. */
function allRuns(summary) {
    const { history, runUrl: url, started } = summary;
    return [...history, { url, started: new Date(started), counts: storedCounts(summary) }];
}

// EXTERNAL MODULE: ./src/outputs/files/text-file.ts
var text_file = __webpack_require__(14902);
;// CONCATENATED MODULE: ./src/outputs/files/json-report.ts










/** Version of the format: increased by incompatible changes. */
const VERSION = 1;
/**
 * Opens a JSON file with everything that a run finds: the reports, the policy, each table about the tenant and each mailbox on a line of
 * its own with its typed rows and findings, and the totals at the end. An unknown cell is null; `Inconclusive` of its row names the columns.
 * A mailbox without items or that could not be read has no rows. Throws as `createTextFile` does.
 */
function openJsonReport(file, options) {
    return new JsonReport((0,text_file/* createTextFile */.Qz)(file, beginning(options)), options.listColumns ?? []);
}
/** A JSON report that is being written. `close` completes it, also after a cancelled run. */
class JsonReport {
    #file;
    #listColumns;
    /** The array whose items are being written; `none` before the first. */
    #array = 'none';
    constructor(file, listColumns) {
        this.#file = file;
        this.#listColumns = listColumns;
    }
    get path() {
        return this.#file.path;
    }
    addTable(result) {
        return this.#file.write(`${this.#before('tables')}${JSON.stringify(tableJson(result))}`);
    }
    add(result) {
        return this.#file.write(`${this.#before('mailboxes')}${JSON.stringify(mailboxJson(result, this.#listColumns))}`);
    }
    /** What precedes an item of an array. Tables precede the mailboxes. */
    #before(array) {
        if (this.#array === array)
            return ',\n';
        const end = this.#array === 'none' ? '' : '\n]';
        this.#array = array;
        return `${end},"${array}":[\n`;
    }
    close(summary) {
        const members = Object.entries(summary === undefined ? {} : endingOf(summary)).map(([name, value]) => `,${JSON.stringify(name)}:${JSON.stringify(value)}`);
        const start = this.#array === 'mailboxes' ? '' : this.#before('mailboxes').trimEnd();
        return this.#file.close(`${start}\n]${members.join('\n')}}\n`);
    }
}
function beginning({ reports, tables = [], policy, lists, started }) {
    const head = JSON.stringify({
        version: VERSION,
        started: new Date(started).toISOString(),
        lists,
        reports: [...reports, ...tables].map(({ name, about, permissions, columns }) => ({
            name,
            about,
            permission: permissions.length === 1 ? permissions[0] : permissions,
            columns: Object.keys(columns),
        })),
        ...(policy === undefined ? {} : { policy: policyJson(policy) }),
    });
    return head.slice(0, -1);
}
function policyJson({ file, rules, exemptions }) {
    return {
        file,
        rules: rules.map(({ id, report, title, severity, when, expect, help }) => {
            return { id, report, title, severity, when, expect, help };
        }),
        exemptions: exemptions.map(({ rule, mailboxes, items, reason, owner, expires }) => {
            const patterns = (of) => of.map(({ pattern }) => pattern);
            return { rule, mailboxes: patterns(mailboxes), items: items && patterns(items), reason, owner, expires };
        }),
    };
}
/** What is stored of the mailbox, with names instead of positions. Members that are undefined are not written. */
function mailboxJson(result, listColumns) {
    const { mailbox, status, error, reports, changes } = result;
    const { address, file, line, columns } = mailbox;
    return {
        mailbox: address,
        file,
        line,
        status,
        error: error === '' ? undefined : error,
        columns: columns && Object.fromEntries(listColumns.map((name, at) => [name, columns[at] ?? null])),
        reports: Object.fromEntries(reports.map((report) => [report.definition.name, reportJson(report)])),
        findings: (0,mailbox_result/* findingsOf */.WX)(result).map(findingJson),
        changes: changes?.map(changeJson),
    };
}
/** What is stored of a table, with names instead of positions. */
function tableJson(result) {
    const { definition, verdict, changes } = result;
    const columns = columnsOfRow(definition);
    const { name, status, error, rows } = (0,rows_file/* storedTable */.gq)(result);
    return {
        table: name,
        status,
        error: error === '' ? undefined : error,
        verdict: verdict && (0,policy_verdict/* worst */.QZ)(verdict.rows.map((row) => row.verdict)),
        rows: rows.map((row, at) => rowJson(columns, row, verdict?.rows[at])),
        findings: (0,table_result/* tableFindings */.LV)(result).map(findingJson),
        changes: changes?.map(changeJson),
    };
}
function reportJson(report) {
    const { definition, verdict } = report;
    const columns = columnsOfRow(definition);
    const { status, error } = (0,rows_file/* storedReport */.GE)(report);
    const rows = report.rows.filter(({ content }) => content === 'item');
    return {
        status,
        error: error === '' ? undefined : error,
        verdict: verdict && (0,policy_verdict/* worst */.QZ)(verdict.rows.map((row) => row.verdict)),
        rows: rows.map((row, at) => rowJson(columns, row, verdict?.rows[at])),
    };
}
/** The columns of the rows of a report. */
function columnsOfRow({ columns, hasRegister }) {
    return { columns: Object.keys(columns), hasRegister };
}
/** A stored row with the names of its columns. An unknown cell is null; `Inconclusive` names the columns. */
function rowJson({ columns, hasRegister }, row, verdict) {
    const { registration: { registered = known/* NOT_KNOWN */.gE } = {} } = row;
    const unknown = columns.filter((_, at) => row.incomplete?.has(at));
    const isApplicable = hasRegister === true && registered !== 'not-applicable';
    if (isApplicable && !registered.isKnown)
        unknown.push(registration/* REGISTERED_COLUMN */.c);
    return {
        // Also keeps a column called `__proto__`. The word of the CSV would be a text in a column of another type.
        ...Object.fromEntries(columns.map((name, at) => [name, (0,known/* shownOf */.Rp)((0,row_view/* cellAt */.G0)(row, at)) ?? null])),
        [registration/* REGISTERED_COLUMN */.c]: hasRegister === true ? ((isApplicable ? (0,known/* valueOf */.RP)(registered) : undefined) ?? null) : undefined,
        [definition/* INCONCLUSIVE_MEMBER */.In]: unknown.length === 0 ? undefined : unknown,
        Verdict: verdict?.verdict,
        Violations: verdict?.violations,
    };
}
function findingJson(finding) {
    const { rule, expected, message, exemption, addedOn, novelty } = finding;
    const { verdict, item, column, found, since } = (0,rows_file/* storedViolation */.Pz)(finding);
    return {
        rule: rule.id,
        severity: rule.severity,
        verdict,
        report: rule.report,
        item: item === '' ? undefined : item,
        column,
        found,
        expected,
        message,
        exemption: exemption && { reason: exemption.reason, owner: exemption.owner, expires: exemption.expires },
        addedOn,
        since,
        novelty,
    };
}
function changeJson({ kind, report, item, column, before, after, rule }) {
    return {
        change: kind,
        ...(report === '' ? {} : { report }),
        ...(item === '' ? {} : { item }),
        ...(column === '' ? {} : { column }),
        ...(/^(?:mailbox|rule)-/.test(kind) ? {} : { before, after }),
        ...(rule === undefined ? {} : { rule }),
    };
}
/** The last members: the result and the counts. */
function endingOf(summary) {
    const { result, message, maxUnreadable, failOn, reports, policy, parts } = summary;
    const ofFeatures = parts.reduce((members, part) => ({ ...members, ...part.json?.() }), {});
    return {
        result,
        message,
        maxUnreadable,
        failOn,
        counts: countsOf(summary),
        highlights: reports.flatMap(highlightCounts),
        ...ofFeatures,
        ...(policy === undefined ? {} : { rules: ruleCounts(policy.verdicts), exemptions: policy.exemptions.map(useJson) }),
    };
}
function highlightCounts({ name, unit, highlights }) {
    return highlights.map(({ title, mailboxes, rows }) => {
        return { report: name, title, unit: unit.singular, mailboxes, rows };
    });
}
function ruleCounts({ rules }) {
    return rules.map(({ rule: { id }, passed, failed, warned, known, exempt, inconclusive }) => ({
        id,
        passed,
        failed,
        warned,
        known,
        exempt,
        inconclusive,
    }));
}
/** The use of an exemption, in the order of the policy. */
function useJson({ exemption, daysLeft, expired, endsSoon, covered, missed, usage }) {
    const { rule, expires } = exemption;
    return { rule, expires, state: expired ? 'expired' : usage, daysLeft, endsSoon, covered, missed };
}

// EXTERNAL MODULE: ./src/text/display.ts
var display = __webpack_require__(24745);
// EXTERNAL MODULE: ./src/text/numbers.ts
var text_numbers = __webpack_require__(92613);
// EXTERNAL MODULE: ./src/reports/rows.ts
var reports_rows = __webpack_require__(758);
;// CONCATENATED MODULE: ./src/outputs/files/junit.ts





/** Findings of a mailbox that a case lists. */
const MAX_FINDINGS = 20;
/**
 * Creates a JUnit XML file as Jenkins and Ant write it: a suite for each rule, which counts each mailbox as a test. It has a case for
 * each mailbox that fails, and a skipped one for each that could not be judged because a report is unread. Warnings pass, and whatever
 * else is neither `pass` nor `fail` is skipped. Throws as `createTextFile` does.
 */
function createJunit(file, policy, started) {
    return new Junit((0,text_file/* createTextFile */.Qz)(file, '<?xml version="1.0" encoding="UTF-8"?>\n'), policy, started);
}
class Junit {
    #file;
    #started;
    #suites;
    #closed;
    constructor(file, policy, started) {
        this.#file = file;
        this.#started = started;
        this.#suites = new Map(policy.rules.map((rule) => [rule.id, { rule, tests: 0, failures: 0, skipped: 0, cases: [] }]));
    }
    get path() {
        return this.#file.path;
    }
    add(result) {
        for (const report of result.reports) {
            for (const verdict of report.verdict?.rules ?? []) {
                const suite = this.#suites.get(verdict.rule.id);
                if (suite === undefined)
                    continue;
                suite.tests += 1;
                if (verdict.verdict === 'fail')
                    suite.failures += 1;
                else if (verdict.verdict !== 'pass' && verdict.verdict !== 'warn')
                    suite.skipped += 1;
                const outcome = outcomeOf(verdict, report, result);
                if (outcome !== undefined)
                    suite.cases.push({ name: result.mailbox.address, outcome });
            }
        }
    }
    /** A table is a test of each of its rows with a finding, and one more if it has none. */
    addTable({ definition, status, error, verdict: ofTable }) {
        for (const { rule, verdict, findings } of ofTable?.rules ?? []) {
            const suite = this.#suites.get(rule.id);
            if (suite === undefined)
                continue;
            const byRow = Map.groupBy(findings, policy_subject/* subjectLabel */.pb);
            suite.tests += Math.max(1, byRow.size);
            for (const [name, ofRow] of byRow) {
                const failed = ofRow.filter((finding) => finding.verdict === 'fail');
                if (failed.length > 0) {
                    suite.failures += 1;
                    suite.cases.push({ name, outcome: failureText(failed) });
                }
                else if (ofRow.some((finding) => finding.verdict !== 'warn'))
                    suite.skipped += 1;
            }
            if (byRow.size > 0 || verdict === 'pass')
                continue;
            suite.skipped += 1;
            if (status !== 'ok')
                suite.cases.push({ name: definition.name, outcome: skippedText(status, error) });
        }
    }
    close() {
        this.#closed ??= this.#complete();
        return this.#closed;
    }
    async #complete() {
        try {
            for (const text of this.#texts())
                await this.#file.write(text);
        }
        finally {
            await this.#file.close();
        }
    }
    *#texts() {
        const suites = [...this.#suites.values()];
        const tests = suites.reduce((sum, suite) => sum + suite.tests, 0);
        const failures = suites.reduce((sum, suite) => sum + suite.failures, 0);
        yield `<testsuites${xmlAttributes({ name: 'Mailbox Report', tests, failures, errors: 0, time: 0 })}>\n`;
        for (const suite of suites) {
            const { rule, cases } = suite;
            yield suiteStart(suite, this.#started);
            // The suites have the same mailboxes as cases, and Jenkins distinguishes cases only by class and name.
            const classname = `${rule.report}.${rule.id}`;
            for (const { name, outcome } of cases) {
                yield `<testcase${xmlAttributes({ classname, name, time: 0 })}>${outcome}</testcase>\n`;
            }
            yield '</testsuite>\n';
        }
        yield '</testsuites>\n';
    }
}
function suiteStart({ rule: { id, title }, tests, failures, skipped }, started) {
    const name = title === id ? id : `${id}: ${(0,display/* visibleLine */.P8)(title)}`;
    // The schema of Ant allows no time zone.
    const timestamp = new Date(started).toISOString().slice(0, 19);
    return `<testsuite${xmlAttributes({ name, tests, failures, errors: 0, skipped, time: 0, timestamp })}>\n`;
}
/** What a `testcase` contains; undefined if there is none. */
function outcomeOf({ verdict, findings }, { rows }, mailbox) {
    if (verdict === 'fail') {
        return failureText(findings.filter((finding) => finding.verdict === 'fail'));
    }
    // The rule may depend on another report.
    const { status, error } = (0,reports_rows/* unreadableRow */.Oj)(rows) ?? mailbox;
    if (verdict !== 'inconclusive' || status === 'ok')
        return undefined;
    return skippedText(status, error);
}
function failureText(failed) {
    const failure = xmlAttributes({ message: firstLine(failed), type: 'violation' });
    return `<failure${failure}>${xmlText(lines(failed))}</failure>`;
}
function skippedText(status, error) {
    const message = (0,display/* visibleLine */.P8)(`Could not be read: ${status}${error === '' ? '' : `, ${error}`}`);
    return `<skipped${xmlAttributes({ message, type: 'inconclusive' })}/>`;
}
function firstLine([first, ...others]) {
    if (first === undefined)
        return '';
    return noveltyText(first) + (others.length === 0 ? '' : `, and ${(0,text_numbers/* count */.U9)(others.length)} more`);
}
function lines(findings) {
    const more = findings.length - MAX_FINDINGS;
    const listed = findings.slice(0, MAX_FINDINGS).map(noveltyText);
    return [...listed, ...(more > 0 ? [`and ${(0,text_numbers/* count */.U9)(more)} more`] : [])].join('\n');
}
/** A finding, and whether the earlier report does not have it. */
function noveltyText({ message, novelty }) {
    return message + (novelty === 'new' ? ' (new)' : '');
}
/** Characters that XML 1.0 forbids, also as references. https://www.w3.org/TR/xml/#charsets */
const FORBIDDEN = /[^\t\n\r\u{20}-\u{D7FF}\u{E000}-\u{FFFD}\u{10000}-\u{10FFFF}]/gu;
/** Line ends and tabs too: in an attribute they are read as spaces. https://www.w3.org/TR/xml/#AVNormalize */
const MARKUP = /[&<>"'\t\n\r]/g;
/**
 * Untrusted text for XML 1.0, in an element or an attribute. It reads back unchanged, except for forbidden characters, which
 * are written as `\u{1}`.
 */
function xmlText(text) {
    return text
        .replace(FORBIDDEN, (unit) => `\\u{${unit.codePointAt(0)?.toString(16) ?? ''}}`)
        .replace(MARKUP, (mark) => `&#${mark.charCodeAt(0)};`);
}
/** Attributes with a space before each. */
function xmlAttributes(attributes) {
    return Object.entries(attributes)
        .map(([name, value]) => ` ${name}="${xmlText(String(value))}"`)
        .join('');
}

// EXTERNAL MODULE: external "node:fs"
var external_node_fs_ = __webpack_require__(73024);
// EXTERNAL MODULE: external "node:stream/promises"
var promises_ = __webpack_require__(46466);
// EXTERNAL MODULE: ./src/files/temp-folder.ts
var temp_folder = __webpack_require__(82766);
// EXTERNAL MODULE: ./src/text/audience.ts
var audience = __webpack_require__(58217);
;// CONCATENATED MODULE: ./src/outputs/files/policy-copy.ts









/** The policy of a run beside its other files, byte for byte. */
const POLICY_COPY = 'policy.yml';
/**
 * Writes `policy.yml`, unless the policy itself has that path. Undefined without the bytes of a file. Call it before the rows file is
 * made. Rejects with the UserError `OUTPUT_UNWRITABLE`, also if the folder has a `policy.yml` and no earlier report: people have a policy of that name.
 */
async function copyPolicy(folder, { file, content }, workspace) {
    if (content === undefined)
        return undefined;
    const copy = external_node_path_default().join(folder, POLICY_COPY);
    const sink = { path: copy, add: () => undefined, close: () => Promise.resolve() };
    if (external_node_path_default().resolve(workspace, file) === copy)
        return sink;
    if ((0,external_node_fs_.existsSync)(copy) && !(0,external_node_fs_.existsSync)(external_node_path_default().join(folder, rows_file/* ROWS_FILE */.ZX))) {
        throw new errors/* UserError */.yo('OUTPUT_UNWRITABLE', `${copy} is there already, and is of no earlier report.`, {
            hint: `The report keeps the policy ${(0,display/* visibleLine */.P8)(file)} under this name. Set ${(0,audience/* inputName */.yu)('output-directory')} to a folder of its own.`,
        });
    }
    const stream = (0,text_file/* createFile */.x3)(copy);
    try {
        stream.end(content);
        await (0,promises_.finished)(stream);
    }
    catch (error) {
        throw (0,temp_folder/* outputError */.cw)(copy, error);
    }
    return sink;
}

// EXTERNAL MODULE: external "node:crypto"
var external_node_crypto_ = __webpack_require__(77598);
// EXTERNAL MODULE: external "node:zlib"
var external_node_zlib_ = __webpack_require__(38522);
// EXTERNAL MODULE: ./src/store/rows-header.ts
var rows_header = __webpack_require__(68848);
// EXTERNAL MODULE: ./src/store/rows-reader.ts
var rows_reader = __webpack_require__(17838);
// EXTERNAL MODULE: ./src/outputs/files/chunked-text.ts
var chunked_text = __webpack_require__(71864);
;// CONCATENATED MODULE: ./src/outputs/files/rows-sink.ts










/** Writes `rows.ndjson.gz`. A mailbox beyond the limits of the file is written as failed, with the reason. */
class RowsSink {
    path;
    /** A compressed chunk fits into one chunk of output: a second would wait until the main thread is idle. */
    #gzip = (0,external_node_zlib_.createGzip)({ chunkSize: chunked_text/* CHUNK_BYTES */.E });
    #lines;
    #stream;
    #written;
    /** Bytes that lines with rows may still use: without those that the remaining mailboxes need if they fail. */
    #bytesLeft;
    #bytesOfReports;
    #rowsOfTables = new Map();
    #hash = (0,external_node_crypto_.createHash)('sha256');
    #digest = '';
    #failure;
    /** Creates the file. Throws the UserError `OUTPUT_UNWRITABLE`. */
    constructor(file, header) {
        this.path = file;
        this.#stream = (0,text_file/* createFile */.x3)(file);
        this.#written = (0,promises_.finished)(this.#gzip.pipe(this.#stream));
        const fail = (error) => {
            this.#failure ??= (0,temp_folder/* outputError */.cw)(file, error);
            // Ends a wait for room.
            this.#gzip.destroy();
        };
        this.#stream.on('error', fail);
        this.#written.catch(fail);
        this.#lines = new chunked_text/* ChunkedText */.W(this.#gzip, fail);
        const first = (0,rows_header/* headerLine */.iH)(header);
        void this.#add(first);
        const firstBytes = Buffer.byteLength(first);
        const empty = {
            address: '',
            reports: header.reports.map(() => ({ status: 'ok', error: '', rows: [], violations: [] })),
        };
        this.#bytesOfReports = Buffer.byteLength(failedLine(empty, FILE_IS_FULL));
        // The header has the addresses, too.
        this.#bytesLeft =
            rows_file/* MAX_FILE_BYTES */.gZ - rows_file/* MAX_LINE_BYTES */.Oc - 2 * firstBytes - (0,rows_reader/* mailboxesIn */.sb)(header).length * this.#bytesOfReports;
    }
    /** SHA-256, in hex, of all lines; '' until the file is complete. */
    get digest() {
        return this.#digest;
    }
    /** A table beyond the limits is written as failed, with the reason. Rejects as `add` does. */
    async addTable(result) {
        const table = (0,rows_file/* storedTable */.gq)(result);
        const bytes = bytesOf(table);
        const problem = bytes === undefined ? TABLE_LINE_IS_TOO_LONG : bytes > this.#bytesLeft ? FILE_IS_FULL : undefined;
        this.#bytesLeft -= problem === undefined ? (bytes ?? 0) : 0;
        const failed = { ...table, status: 'failed', error: problem ?? '', rows: [], violations: [] };
        const written = problem === undefined ? table : failed;
        this.#rowsOfTables.set(table.name, written.rows.length);
        for (const line of (0,rows_file/* tableLines */.oW)(written))
            await this.#write(line ?? '');
    }
    /** Throws, or rejects with, the UserError `OUTPUT_UNWRITABLE`. */
    add(result) {
        const mailbox = (0,rows_file/* storedMailbox */.o4)(result);
        const line = (0,rows_file/* mailboxLine */.tO)(mailbox);
        const bytes = Buffer.byteLength(line);
        if (bytes > rows_file/* MAX_LINE_BYTES */.Oc)
            return this.#write(failedLine(mailbox, LINE_IS_TOO_LONG));
        if (bytes > this.#bytesLeft)
            return this.#write(failedLine(mailbox, FILE_IS_FULL));
        this.#bytesLeft -= bytes - this.#bytesOfReports;
        return this.#write(line);
    }
    /** Without a summary, releases an incomplete file. A completed one stays as it is. */
    async close(summary) {
        if (summary !== undefined) {
            const { started, durationMs, throttling, warnings, result, stoppedBy, cancelled, parts } = summary;
            const ended = new Date(started + durationMs);
            const controls = parts.map((part) => part.controls?.()).find((one) => one !== undefined);
            const counts = storedCounts(summary);
            return this.finish({ counts, ended, controls, throttling, warnings, result, stoppedBy, cancelled });
        }
        this.#gzip.destroy();
        this.#stream.destroy();
    }
    /** Completes the file. Rejects as `add` does. */
    async finish(end) {
        this.#throwFailure();
        const counts = [...this.#rowsOfTables].map(([name, rows]) => [name, { rows }]);
        const tables = counts.length === 0 ? undefined : Object.fromEntries(counts);
        void this.#add((0,rows_file/* endLine */.Sk)({ ...end, tables }));
        this.#digest = this.#hash.digest('hex');
        void this.#lines.flush();
        this.#gzip.end();
        try {
            await this.#written;
        }
        catch (error) {
            throw this.#failure ?? (0,temp_folder/* outputError */.cw)(this.path, error);
        }
    }
    #write(line) {
        this.#throwFailure();
        const passed = this.#add(line);
        if (passed !== undefined)
            return this.#unlessFailed(passed);
    }
    #add(line) {
        this.#hash.update(line);
        return this.#lines.write(line);
    }
    async #unlessFailed(passed) {
        await passed;
        this.#throwFailure();
    }
    #throwFailure() {
        if (this.#failure !== undefined)
            throw this.#failure;
    }
}
/** Bytes of the lines of a table; undefined if one of its rows does not fit into a line. */
function bytesOf(table) {
    let bytes = 0;
    for (const line of (0,rows_file/* tableLines */.oW)(table)) {
        if (line === undefined)
            return undefined;
        bytes += Buffer.byteLength(line);
    }
    return bytes;
}
function failedLine(mailbox, error) {
    return (0,rows_file/* mailboxLine */.tO)((0,rows_file/* failedMailbox */.Y7)(mailbox, error));
}
/** Whether a stored result is not what the run found, but what it wrote beyond the limits of the file. */
function isBeyondLimits({ status, error }) {
    return status === 'failed' && [LINE_IS_TOO_LONG, TABLE_LINE_IS_TOO_LONG, FILE_IS_FULL].includes(error);
}
const TABLE_LINE_IS_TOO_LONG = 'A row of the table exceeds 300 KiB, the limit of rows.ndjson.gz';
const LINE_IS_TOO_LONG = 'The rows of the mailbox exceed 1 MiB, the limit of rows.ndjson.gz';
const FILE_IS_FULL = 'The rows of the run exceed 16 GiB, the limit of rows.ndjson.gz';

;// CONCATENATED MODULE: ./src/outputs/files/run-header.ts


/** What the first line of the rows file says of a run. */
function headerOf(run, history = []) {
    const { step, started, reports, tables, policy, judge, source, origin } = run;
    const read = { step, started, reports, tables, policy, baseline: judge?.baseline, gate: gateOf(run) };
    return (0,rows_header/* rowsHeader */.xG)({ ...read, list: source.mailboxes, history, ...origin });
}
function gateOf(run) {
    const mode = run.source.unlisted?.mode ?? 'ignore';
    return { failOn: run.inputs.failOn, maxUnreadable: (0,run_result/* allowedUnread */.qC)(run), unlisted: mode === 'all' ? 'ignore' : mode };
}

// EXTERNAL MODULE: external "node:util"
var external_node_util_ = __webpack_require__(57975);
;// CONCATENATED MODULE: ./package.json
const package_namespaceObject = {"rE":"0.1.0"};
// EXTERNAL MODULE: ./src/schema/expected-text.ts
var expected_text = __webpack_require__(38639);
// EXTERNAL MODULE: ./src/outputs/markdown.ts
var markdown = __webpack_require__(10357);
;// CONCATENATED MODULE: ./src/outputs/files/sarif-objects.ts






/** GitHub's limit. https://docs.github.com/code-security/code-scanning/sarif-support-for-code-scanning */
const MAX_DESCRIPTION = 1_024;
/** A rule of the policy as a `reportingDescriptor`, section 3.49 of https://docs.oasis-open.org/sarif/sarif/v2.1.0 */
function sarifRule(rule) {
    const { id, report, title, severity, help } = rule;
    const name = pascalCase(id);
    const helpUri = help === undefined ? undefined : uriOf(help);
    return {
        id,
        // Section 3.49.7: omit a name that repeats the id.
        ...(name.toLowerCase() === id.toLowerCase() ? {} : { name }),
        shortDescription: { text: described(title) },
        fullDescription: { text: described(`${ended(title)} ${sentences(rule).join(' ')}`) },
        help: { text: helpText(rule), markdown: helpMarkdown(rule) },
        ...(helpUri === undefined ? {} : { helpUri }),
        defaultConfiguration: { level: severity },
        properties: { tags: ['exchange-online', 'policy', report] },
    };
}
/**
 * A link as a URI of RFC 3986, which readers of SARIF require and browsers do not. Without a user name; undefined if it
 * cannot be parsed. https://www.rfc-editor.org/rfc/rfc3986#appendix-A
 */
function uriOf(link) {
    const url = URL.parse(link);
    if (url === null)
        return undefined;
    const hash = url.hash === '' ? '' : `#${encoded(url.hash.slice(1))}`;
    return url.origin + encoded(url.pathname + url.search) + hash;
}
function encoded(text) {
    return text.replace(/[^\w\-.~:/?@!$&'()*+,;=%]|%(?![0-9A-Fa-f]{2})/g, encodeURIComponent);
}
function pascalCase(id) {
    return id
        .split(/[^A-Za-z0-9]+/)
        .map(display/* capitalized */.l2)
        .join('');
}
function described(text) {
    return (0,display/* shortened */.vI)((0,display/* visibleLine */.P8)(text), MAX_DESCRIPTION);
}
function ended(sentence) {
    return /[.!?]$/.test(sentence) ? sentence : `${sentence}.`;
}
/** The rows to which the rule applies, and what it expects of them. */
function sentences({ report, when, expect }) {
    const where = Object.keys(when).length === 0 ? '' : ` where ${conditions(when).join(' and ')}`;
    return [
        `Applies to ${where === '' ? 'every row' : 'rows'} of the report ${report}${where}.`,
        `Expected: ${conditions(expect).join('; ')}.`,
    ];
}
function conditions(columns) {
    return Object.entries(columns).map(([column, schema]) => `${column} is ${expectedOf(column, schema)}`);
}
function expectedOf(column, schema) {
    return (0,expected_text/* expectedText */.G)(schema, column === definition/* MAILBOX_COLUMN */.aN ? 'addresses' : 'cells');
}
function helpText(rule) {
    const more = rule.help === undefined ? [] : [`See ${rule.help}`];
    return [ended(rule.title), ...sentences(rule), ...more].map(display/* visibleLine */.P8).join('\n');
}
function helpMarkdown({ report, title, when, expect, help }) {
    const rows = Object.keys(when).length === 0 ? ['every row'] : columnList(when);
    return [
        `**${(0,markdown/* markdownText */.p7)(title)}**`,
        `Applies, in the report ${(0,markdown/* markdownCode */.D9)(report)}, to:`,
        rows.map((line) => `- ${line}`).join('\n'),
        'Expected:',
        columnList(expect)
            .map((line) => `- ${line}`)
            .join('\n'),
        ...(help === undefined ? [] : [(0,markdown/* markdownLink */.iQ)('More about this rule', help)]),
    ].join('\n\n');
}
function columnList(columns) {
    return Object.entries(columns).map(([column, schema]) => `${(0,markdown/* markdownText */.p7)(column)}: ${(0,markdown/* markdownText */.p7)(expectedOf(column, schema))}`);
}
/**
 * A finding as a SARIF result (section 3.27) on one line. Its location is the line that a developer can change. `ruleIndex`: position of the rule in the driver's rules.
 */
function sarifResult(finding, { ruleIndex, fingerprint, hasBaseline, }) {
    const { rule, message, item, column, found, expected } = finding;
    const { file, line } = (0,policy_subject/* placeOf */.$t)(finding);
    return JSON.stringify({
        ruleId: rule.id,
        ruleIndex,
        level: rule.severity,
        message: { text: unlinked(ended(`${(0,display/* visibleLine */.P8)((0,policy_subject/* subjectLabel */.pb)(finding))}: ${message}`)) },
        locations: [
            {
                physicalLocation: {
                    artifactLocation: { uri: relativeUri(file), uriBaseId: '%SRCROOT%' },
                    region: { startLine: line },
                },
            },
        ],
        properties: {
            ...(item === '' ? {} : { item: described(item) }),
            column,
            found: described((0,display/* cellText */.Ie)(found)),
            expected: described(expected),
        },
        // Without this key GitHub makes a fingerprint of the line's text, which all findings of a mailbox share.
        partialFingerprints: { primaryLocationLineHash: fingerprint },
        // Section 3.27.24. Violations of mailboxes that the earlier run could not read have no state.
        ...(finding.novelty === undefined ? {} : { baselineState: finding.novelty }),
        // All results of a run have suppressions, or none has (section 3.27.23).
        ...(hasBaseline ? { suppressions: suppressionsOf(finding) } : {}),
    });
}
function suppressionsOf({ verdict, addedOn = '' }) {
    if (verdict !== 'known')
        return [];
    return [{ kind: 'external', status: 'accepted', justification: `In the baseline since ${(0,display/* visibleLine */.P8)(addedOn)}.` }];
}
/**
 * Fingerprints of the findings of one mailbox or table. They depend neither on the line of the list nor on the value found, so that
 * GitHub does not close an alert and open another one when these change. A changed row has another fingerprint, so that a
 * dismissed alert does not hide it.
 */
class Fingerprints {
    /** A mailbox can have two inbox rules of one name. */
    #occurrences = new Map();
    of({ rule, subject, item, rowDigest, column }) {
        const address = (0,policy_subject/* addressOf */.ci)(subject).toLowerCase();
        const digest = (0,external_node_crypto_.hash)('sha256', JSON.stringify([rule.id, address, rule.report, column, item, rowDigest]));
        const ordinal = (this.#occurrences.get(digest) ?? 0) + 1;
        this.#occurrences.set(digest, ordinal);
        return `${digest}:${ordinal}`;
    }
}
/**
 * In a message `[text](target)` is a link (section 3.11.6); an invisible character prevents it. Braces have a meaning only
 * in a message with arguments.
 */
function unlinked(text) {
    return text.replaceAll('](', ']\u2060(');
}
/** https://www.rfc-editor.org/rfc/rfc3986#section-2.1 */
function relativeUri(file) {
    return file
        .toWellFormed()
        .split('/')
        .map((segment) => encodeURIComponent(segment))
        .join('/');
}

;// CONCATENATED MODULE: ./src/outputs/files/sarif.ts








/** GitHub rejects a run with more. https://docs.github.com/code-security/code-scanning/sarif-support-for-code-scanning */
const MAX_RESULTS = 25_000;
/** GitHub rejects a larger file, gzipped as the upload does it. Same page. */
const MAX_GZIPPED_BYTES = 10_000_000;
/**
 * Creates a SARIF 2.1.0 file for code scanning (https://docs.oasis-open.org/sarif/sarif/v2.1.0) with a result for each
 * finding of the verdict `fail`, `warn` or `known`; the latter are suppressed. Notifications count unreadable mailboxes and the
 * results above a maximum; known findings are omitted first, then warnings. Throws as `createTextFile` does.
 */
function createSarif(file, options) {
    return new Sarif((0,text_file/* createTextFile */.Qz)(file), options);
}
class Sarif {
    #file;
    #options;
    #maxResults;
    #ruleIndex;
    /** Of each verdict, as many as can be written. */
    #results = { fail: new Array(), warn: new Array(), known: new Array() };
    #found = 0;
    #unreadable = 0;
    #unreadTables = [];
    #cancelled = false;
    constructor(file, options) {
        this.#file = file;
        this.#options = options;
        this.#maxResults = options.maxResults ?? MAX_RESULTS;
        this.#ruleIndex = new Map(options.policy.rules.map(({ id }, index) => [id, index]));
    }
    get path() {
        return this.#file.path;
    }
    addTable(result) {
        if (result.status !== 'ok')
            this.#unreadTables.push(result.definition.name);
        if (result.status === 'cancelled')
            this.#cancelled = true;
        this.#addAll((0,table_result/* tableFindings */.LV)(result));
    }
    add(result) {
        if (result.status !== 'ok')
            this.#unreadable += 1;
        if (result.status === 'cancelled')
            this.#cancelled = true;
        this.#addAll((0,mailbox_result/* findingsOf */.WX)(result));
    }
    #addAll(findings) {
        const fingerprints = new Fingerprints();
        for (const finding of findings) {
            const { rule, verdict } = finding;
            if (verdict !== 'fail' && verdict !== 'warn' && verdict !== 'known')
                continue;
            this.#found += 1;
            const fingerprint = fingerprints.of(finding);
            if (this.#results[verdict].length === this.#maxResults)
                continue;
            const ruleIndex = this.#ruleIndex.get(rule.id) ?? -1;
            const { hasBaseline = false } = this.#options;
            this.#results[verdict].push(sarifResult(finding, { ruleIndex, fingerprint, hasBaseline }));
        }
    }
    async close() {
        const { fail, warn, known } = this.#results;
        const { maxGzippedBytes = MAX_GZIPPED_BYTES } = this.#options;
        let results = [...fail, ...warn, ...known].slice(0, this.#maxResults);
        let text = this.#textOf(results);
        let size = await gzippedSize(text, maxGzippedBytes);
        while (size > maxGzippedBytes && results.length > 0) {
            // Results are of about the same size. The margin makes a second round rare.
            const fitting = Math.floor(results.length * (maxGzippedBytes / size) * 0.98);
            results = results.slice(0, Math.min(fitting, results.length - 1));
            text = this.#textOf(results);
            size = await gzippedSize(text, maxGzippedBytes);
        }
        await this.#file.close(text);
    }
    #textOf(results) {
        const omitted = this.#found - results.length;
        const end = runEnd({
            omitted,
            unreadable: this.#unreadable,
            unreadTables: this.#unreadTables,
            cancelled: this.#cancelled,
        });
        return runStart(this.#options) + results.join(',\n') + end;
    }
}
/** The size of a text in bytes after gzip; before it, if that is small enough: gzip adds at most a few bytes. */
async function gzippedSize(text, maximum) {
    const size = Buffer.byteLength(text);
    return size + 1_000 <= maximum ? size : (await (0,external_node_util_.promisify)(external_node_zlib_.gzip)(text)).length;
}
function runStart({ policy, category = 'mailbox-report' }) {
    const driver = {
        name: 'Mailbox Report',
        informationUri: 'https://github.com/mailbox-report/mailbox-report',
        semanticVersion: package_namespaceObject.rE,
        rules: policy.rules.map(sarifRule),
    };
    const head = {
        tool: { driver },
        // GitHub takes the part before the last slash as the category.
        automationDetails: { id: `${category.replace(/\/+$/, '')}/` },
        columnKind: 'utf16CodeUnits',
    };
    return ('{"$schema":"https://json.schemastore.org/sarif-2.1.0.json","version":"2.1.0","runs":[' +
        `${JSON.stringify(head).slice(0, -1)},"results":[\n`);
}
function runEnd({ omitted, unreadable, unreadTables, cancelled, }) {
    const notifications = [
        ...(unreadable === 0
            ? []
            : [`${(0,text_numbers/* counted */.hS)(unreadable, 'mailbox', 'mailboxes')} could not be read and may have more results.`]),
        ...unreadTables.map((name) => `${name} could not be read and may have results.`),
        ...(omitted === 0
            ? []
            : [`${(0,text_numbers/* count */.U9)(omitted)} more results are omitted, since code scanning has a limit. The CSV has all of them.`]),
    ];
    const tail = {
        invocations: [
            {
                executionSuccessful: !cancelled,
                toolExecutionNotifications: notifications.map((text) => ({ level: 'warning', message: { text } })),
            },
        ],
        properties: { omittedResults: omitted, unreadableMailboxes: unreadable },
    };
    return `\n],${JSON.stringify(tail).slice(1)}]}\n`;
}

// EXTERNAL MODULE: ./src/outputs/page/report-page.ts + 7 modules
var report_page = __webpack_require__(11865);
;// CONCATENATED MODULE: ./src/outputs/sinks.ts














const NO_POLICY = { file: '', rules: [], exemptions: [] };
/** The path of the files that are not the CSV of a report. No report can have their name. */
function fileIn(folder, extension) {
    return external_node_path_default().join(folder, `mailbox-report.${extension}`);
}
/** The sinks of the formats that the input `formats` can name besides CSV. */
const FORMAT_SINKS = {
    html: (run, tables, folder) => new report_page/* ReportPage */.W(external_node_path_default().join(folder, `${run.inputs.artifactName ?? 'report'}.html`), run, tables),
    json: ({ reports, tables, policy, source: { mailboxes }, started }, _, folder) => openJsonReport(fileIn(folder, 'json'), {
        reports,
        tables,
        policy,
        listColumns: mailboxes.columns,
        lists: mailboxes.files,
        started,
    }),
    sarif: ({ policy = NO_POLICY, judge, inputs: { artifactName: category } }, _, folder) => createSarif(fileIn(folder, 'sarif'), { policy, category, hasBaseline: judge?.baseline !== undefined }),
    junit: ({ policy = NO_POLICY, started }, _, folder) => createJunit(fileIn(folder, 'junit.xml'), policy, started),
};
/**
 * Creates the files of a run in a folder: a CSV for each report, those of the policy and of features, `rows.ndjson.gz`, and those of the input
 * `formats`. Rejects with the UserError `OUTPUT_UNWRITABLE`.
 */
async function createSinks(run, features, folder) {
    const { inputs, reports, policy, judge, source, step, started } = run;
    const { csv } = inputs;
    const tables = features.flatMap((feature) => feature.tables ?? []);
    const history = features.flatMap((feature) => feature.history ?? []);
    const at = (name) => external_node_path_default().join(folder, name);
    const all = [];
    try {
        for (const report of reports) {
            all.push((0,csv_sinks/* createReportCsv */.$d)(at(`${report.name}.csv`), report, policy !== undefined, csv));
        }
        if (judge !== undefined) {
            all.push((0,csv_sinks/* createViolationsCsv */.fU)(at('violations.csv'), csv, source.mailboxes.columns));
            all.push(new BaselineCsv(at('baseline.csv'), csv, judge.baseline, started));
        }
        for (const table of run.tables)
            all.push((0,csv_sinks/* createTableCsv */.$T)(at(`${table.name}.csv`), table, policy !== undefined, csv));
        for (const feature of features) {
            for (const sink of feature.sinks?.(folder, csv) ?? [])
                all.push(sink);
            for (const table of feature.tables ?? [])
                all.push((0,csv_file/* csvSink */.c9)(at(`${table.name}.csv`), table.columns, table, csv));
        }
        const copy = policy && (await copyPolicy(folder, policy, step.workspace));
        if (copy !== undefined)
            all.push(copy);
        const rows = new RowsSink(at(rows_file/* ROWS_FILE */.ZX), headerOf(run, history));
        all.push(rows);
        for (const feature of features)
            all.push(...(feature.sinksAfterRows?.(folder, () => rows.digest) ?? []));
        for (const format of input_readers/* FORMATS */.hR) {
            if (format !== 'csv' && inputs.formats.includes(format))
                all.push(FORMAT_SINKS[format](run, tables, folder));
        }
        const page = all.find((sink) => sink instanceof report_page/* ReportPage */.W);
        return { all, page, folder };
    }
    catch (error) {
        await discardSinks({ all, page: undefined, folder });
        throw error;
    }
}
/** Completes the files. Returns the first UserError of a file that could not be written; other errors are thrown. */
async function closeSinks({ all }, summary) {
    const failures = [];
    for (const sink of all)
        await sink.close(summary).catch((error) => failures.push(error));
    const bug = failures.find((failure) => !(failure instanceof errors/* UserError */.yo));
    if (bug !== undefined)
        throw new Error('a file could not be completed', { cause: bug });
    return failures.find((failure) => failure instanceof errors/* UserError */.yo);
}
/** Closes whatever is open and removes temporary files. Never rejects: an earlier error has the reason. */
async function discardSinks({ all, page }) {
    await Promise.allSettled(all.map((sink) => sink.close()));
    await Promise.allSettled([page?.discard()]);
}

// EXTERNAL MODULE: ./src/outputs/upload.ts
var upload = __webpack_require__(14181);
;// CONCATENATED MODULE: ./src/outputs/deliver.ts












const NONE = { artifact: undefined, page: undefined };
/**
 * Delivers a run in three steps: completes the files, uploads them, writes the job summary. Returns the result, which is
 * `error` if a file could not be written or uploaded, and the summary. The log ends with the reason of a failure, the result
 * and the links.
 *
 * @param concluded the summary before anything is delivered
 */
async function deliver(run, conclusion, concluded, sinks) {
    const { inputs, outputs, step, runner } = run;
    const summaryOf = ({ result, reason }, uploads) => ({
        ...concluded,
        result,
        message: reason?.message ?? '',
        hint: reason?.hint ?? '',
        copy: reason?.copy,
        cancelled: runner.signal.aborted,
        ...uploads,
    });
    const unwritten = await closeSinks(sinks, summaryOf(conclusion, NONE));
    const written = unwritten === undefined ? conclusion : (0,run_result/* errorResult */.WG)(unwritten);
    const uploaded = await deliver_upload(run, sinks);
    const failure = uploaded instanceof errors/* UserError */.yo ? (0,run_result/* errorResult */.WG)(uploaded) : undefined;
    // The page stays on the runner and must show the same result.
    if (failure !== undefined)
        await sinks.page?.close(summaryOf(failure, NONE));
    const [result, uploads] = [failure ?? written, uploaded instanceof errors/* UserError */.yo ? NONE : uploaded];
    const summary = summaryOf(result, uploads);
    const { artifact, page } = uploads;
    outputs.set({
        result: result.result,
        ...(artifact === undefined ? {} : (0,run_outputs/* artifactOutputs */.F)(artifact)),
        ...(page === undefined ? {} : { 'report-url': page.url }),
    });
    if (inputs.summary !== 'none') {
        await (0,job_summary/* writeStepSummary */.oG)(runner.core, step.summaryFile, (0,job_summary/* summaryMarkdown */.eH)(summary, inputs.summary));
    }
    if (result.fails)
        (0,annotations/* annotateError */.TF)(runner.core, result.reason);
    logResult(run, result, uploads, sinks);
    return { result, summary };
}
/** Uploads all files, then page and evidence by themselves. Uploads nothing if `uploadWarning` has a warning, which the run has shown. */
async function deliver_upload(run, sinks) {
    const { artifactName: name } = run.inputs;
    if (name === undefined || (0,outputs_artifact/* uploadWarning */._I)(run.step, name) !== undefined)
        return NONE;
    const files = sinks.all.flatMap((sink) => sink.path ?? []);
    const page = sinks.page?.path;
    const evidence = files.find((file) => external_node_path_default().basename(file) === EVIDENCE_FILE);
    const ofEvidence = `${name}-evidence`;
    const names = [
        name,
        ...(page === undefined ? [] : [external_node_path_default().basename(page)]),
        ...(evidence === undefined ? [] : [ofEvidence]),
    ];
    const uploads = await (0,upload/* uploading */.o)(run, sinks.folder, names, async (uploader) => {
        const artifact = await uploader.upload(name, files);
        const ofPage = await uploadPage(run, page, uploader);
        if (evidence !== undefined)
            await uploadEvidence(run, ofEvidence, evidence, uploader);
        return { artifact, page: ofPage };
    });
    return uploads ?? NONE;
}
/**
 * Uploads the page a second time, as an artifact of its own that a browser opens from its link. It is in the other
 * artifact too, so a failure is only a warning. `file`: undefined if there is no page.
 */
async function uploadPage({ warnings }, file, uploader) {
    if (file === undefined)
        return undefined;
    try {
        return await uploader.upload(external_node_path_default().basename(file), [file], { unzipped: true, earlier: 'replace-silently' });
    }
    catch (error) {
        if (!(error instanceof errors/* UserError */.yo))
            throw error;
        warnings.add(`The report page is only in the artifact with all files: ${error.message}`);
        return undefined;
    }
}
/**
 * Uploads the evidence a second time, which is kept longer than the rows may be. It is in the other artifact too, so a failure is only a
 * warning.
 */
async function uploadEvidence({ warnings }, name, file, uploader) {
    try {
        await uploader.upload(name, [file], { retention: 'repository', earlier: 'replace-silently' });
    }
    catch (error) {
        if (!(error instanceof errors/* UserError */.yo))
            throw error;
        warnings.add(`The evidence is only in the artifact with all files: ${error.message}`);
    }
}
/** The last lines of the log: the result, and where the report is. */
function logResult({ runner }, { result, reason }, { artifact, page }, sinks) {
    const { core } = runner;
    core.info((0,log/* logText */.kc)(`Result: ${result}${reason === undefined ? '' : `. ${reason.message}`}`));
    const otherPage = sinks.page === undefined
        ? `none, ${(0,audience/* inputName */.yu)('formats')} does not name html`
        : `in ${artifact === undefined ? sinks.folder : 'the artifact'}`;
    core.info((0,log/* logText */.kc)(`Report page: ${page?.url ?? otherPage}`));
    if (runner.loadArtifactClient === undefined)
        core.info((0,log/* logText */.kc)(`Files: ${sinks.folder}`));
    else
        core.info((0,log/* logText */.kc)(`Artifact: ${artifact?.url ?? `not uploaded, see ${sinks.folder}`}`));
}

// EXTERNAL MODULE: ./src/outputs/files/output-directory.ts
var output_directory = __webpack_require__(3075);
// EXTERNAL MODULE: ./src/outputs/progress.ts
var outputs_progress = __webpack_require__(14951);
// EXTERNAL MODULE: ./src/run/policy-stage.ts
var policy_stage = __webpack_require__(13176);
// EXTERNAL MODULE: ./src/policy/load.ts
var load = __webpack_require__(58164);
// EXTERNAL MODULE: ./src/reports/choose.ts
var choose = __webpack_require__(4274);
// EXTERNAL MODULE: ./src/reports/table.ts
var table = __webpack_require__(6711);
// EXTERNAL MODULE: ./src/reports/retirements.ts
var retirements = __webpack_require__(96927);
// EXTERNAL MODULE: ./src/run/read-inputs.ts
var read_inputs = __webpack_require__(66339);
// EXTERNAL MODULE: ./src/run/repository-visibility.ts
var repository_visibility = __webpack_require__(48210);
// EXTERNAL MODULE: ./src/run/runner.ts + 2 modules
var run_runner = __webpack_require__(11072);
// EXTERNAL MODULE: ./src/source/services.ts + 14 modules
var source_services = __webpack_require__(30894);
// EXTERNAL MODULE: ./src/source/sign-in.ts + 21 modules
var sign_in = __webpack_require__(37478);
// EXTERNAL MODULE: ./src/auth/app-roles.ts
var app_roles = __webpack_require__(62045);
// EXTERNAL MODULE: ./src/mailboxes/listed-objects.ts
var listed_objects = __webpack_require__(33914);
// EXTERNAL MODULE: ./src/mailboxes/mailbox.ts
var mailboxes_mailbox = __webpack_require__(6404);
// EXTERNAL MODULE: ./src/mailboxes/shard.ts
var mailboxes_shard = __webpack_require__(74492);
// EXTERNAL MODULE: ./src/source/source.ts + 27 modules
var source_source = __webpack_require__(26885);
// EXTERNAL MODULE: ./src/source/unlisted-reader.ts + 1 modules
var unlisted_reader = __webpack_require__(50430);
;// CONCATENATED MODULE: ./src/source/shard-of-tenant.ts








/** A mailbox that is this new may be missing in the listing of another shard. A job of GitHub ends after six hours. */
const NEW_MS = 6 * text_numbers/* HOUR_MS */.iQ;
/** How long after the first of its shards one may start: GitHub re-runs jobs for 30 days. */
const RECENT_MS = 31 * text_numbers/* DAY_MS */.sO;
/**
 * The list of a shard with `mailboxes: all`, and the mailboxes that it reads: those whose addresses belong to it, and new ones. Rejects
 * as `findUnlisted`, `Exchange.unlisted` and `withUnlisted` do.
 */
async function readShardOfTenant(inputs, shard, reports, list, { graph, exchange: connection, core, outputs, started, signal }) {
    const grant = (0,app_roles/* grantText */.un)(inputs, inputs.credential.kind === 'managed-identity');
    const exchange = (0,source_source/* exchangeSource */.r9)(reports, connection);
    return (0,log/* logGroup */.QT)(core, 'Mailboxes of the tenant', async () => {
        const unlisted = exchange === undefined
            ? await (0,unlisted_reader/* findUnlisted */.ui)('all', list, { graph, reports, grant, signal, core })
            : await exchange.unlisted(list);
        const whole = (0,unlisted_reader/* withUnlisted */.Nh)(list, unlisted, inputs, core, outputs);
        const recent = recentMailboxes(whole, unlisted, started - RECENT_MS);
        const late = recent.filter(({ created }) => created.getTime() >= started - NEW_MS);
        const positions = (0,mailboxes_shard/* positionsOf */.q$)(whole, shard, new Set(late.map(({ position }) => position)));
        const mailboxes = positions.map((position) => whole.at(position));
        return { list: whole, share: (0,mailboxes_mailbox/* listOf */.c3)(mailboxes, whole), positions, recent };
    });
}
/** The mailboxes of a list that were created at a time or later, as far as the service says when. */
function recentMailboxes(list, { mailboxes }, since) {
    const positions = new listed_objects/* ListPositions */.v0(list);
    return mailboxes.flatMap(({ address, created }) => {
        const position = positions.of(address);
        const isRecent = position !== undefined && Date.parse(created) >= since;
        return isRecent ? [{ position, created: new Date(created) }] : [];
    });
}

// EXTERNAL MODULE: ./src/totals/totals.ts + 1 modules
var totals_totals = __webpack_require__(91424);
// EXTERNAL MODULE: ./src/totals/shown-findings.ts
var shown_findings = __webpack_require__(78773);
;// CONCATENATED MODULE: ./src/totals/verdict-counts.ts


/** What a verdict is called where it is counted. */
const COUNTED = {
    pass: 'passed',
    fail: 'failed',
    warn: 'warned',
    known: 'known',
    exempt: 'exempt',
    inconclusive: 'inconclusive',
};
/** Counts the verdicts of a policy for each mailbox. Memory is bounded by the policy, not by the tenant. */
class VerdictCounts {
    /** The mailboxes that violate a rule without being exempt or known. */
    violating = new shown_findings/* ViolatingMailboxes */.YS();
    #counts;
    #examples = new shown_findings/* ExampleFindings */.X0();
    #undecided = [];
    /** The rules that something unread may violate. */
    #uncertain = new Set();
    /** By table with one row, the columns whose cells are known. */
    #knownCells = new Map();
    #findings = { passed: 0, failed: 0, warned: 0, known: 0, exempt: 0, inconclusive: 0 };
    constructor(policy) {
        const none = { passed: 0, failed: 0, warned: 0, known: 0, exempt: 0, inconclusive: 0, inapplicable: 0 };
        this.#counts = new Map(policy.rules.map((rule) => [rule, { rule, ...none }]));
    }
    /** Adds a mailbox or a table, with the verdict of each report. Undefined for a report without rules. */
    add(reports) {
        const violated = [];
        for (const result of reports.flatMap(({ verdict }) => verdict?.rules ?? [])) {
            const counts = this.#counts.get(result.rule);
            if (result.verdict === undefined) {
                if (counts !== undefined)
                    counts.inapplicable += 1;
                continue;
            }
            if (counts === undefined)
                throw new Error(`${result.rule.id} is not a rule of the policy`);
            if (result.isUncertain === true)
                this.#uncertain.add(result.rule);
            for (const { verdict } of result.findings)
                this.#findings[COUNTED[verdict]] += 1;
            counts[COUNTED[result.verdict]] += 1;
            if (result.verdict === 'fail' || result.verdict === 'warn')
                violated.push(result);
        }
        if (violated.length === 0)
            return;
        for (const { rule, findings } of violated)
            this.#examples.add(rule, findings);
        this.violating.add(violated);
    }
    /** Adds a table. A rule is undecided if the table was not read, or a cell of its only row, whatever else violates the rule. */
    addTable({ definition, status, rows, verdict }) {
        this.add([{ verdict }]);
        const isOneRow = definition.rows === undefined;
        for (const { rule, isUncertain = false } of verdict?.rules ?? []) {
            const counts = this.#counts.get(rule);
            if (counts !== undefined)
                counts.isOfTable = true;
            if (isUncertain && (isOneRow || status !== 'ok'))
                this.#undecided.push({ rule: rule.id, table: definition.name });
        }
        if (!isOneRow)
            return;
        const [row] = rows;
        const known = new Set(row === undefined
            ? []
            : Object.keys(definition.columns).filter((_, at) => row.status === 'ok' && (0,row_view/* cellAt */.G0)(row, at).isKnown));
        this.#knownCells.set(definition.name, known);
    }
    /** The rules that a table, or a cell of a table with one row, leaves undecided because it was not read. */
    get undecided() {
        const ofMailboxes = [...this.#uncertain].flatMap((rule) => {
            const named = [...Object.keys(rule.when), ...Object.keys(rule.expect)].map((name) => name.split(/\.(.*)/s));
            const unknown = named.find(([table = '', column = '']) => this.#knownCells.get(table)?.has(column) === false);
            return unknown === undefined ? [] : [{ rule: rule.id, table: unknown[0] ?? '' }];
        });
        const ids = new Set(this.#undecided.map(({ rule }) => rule));
        return [...this.#undecided, ...ofMailboxes.filter(({ rule }) => !ids.has(rule))];
    }
    /** One for each rule, in the policy's order. */
    get rules() {
        return [...this.#counts.values()];
    }
    /** Pairs of a rule and a mailbox with this verdict: `failed` for violations of rules of severity error. */
    total(verdict) {
        return this.rules.reduce((sum, counts) => sum + counts[verdict], 0);
    }
    /** The rows of `violations.csv` with this verdict: a mailbox may violate a rule several times. */
    findings(verdict) {
        return this.#findings[verdict];
    }
    /** The rules with mailboxes of this verdict, and how many each has; the most frequent first. */
    rulesWith(verdict) {
        return this.rules
            .filter((counts) => counts[verdict] > 0)
            .sort((one, other) => other[verdict] - one[verdict])
            .map((counts) => ({ rule: counts.rule.id, mailboxes: counts[verdict] }));
    }
    /**
     * Twenty pairs of a rule and a mailbox at most, ten a rule, new violations first: of each rule the first, then of each
     * the second, and so on; failures before warnings in each turn.
     */
    get examples() {
        return this.#examples.first(this.#counts.keys());
    }
}

// EXTERNAL MODULE: ./src/run/pipeline.ts
var pipeline = __webpack_require__(43339);
// EXTERNAL MODULE: ./src/auth/certificate.ts
var auth_certificate = __webpack_require__(98481);
;// CONCATENATED MODULE: ./src/actions/conclude.ts








/**
 * Decides the result of a run whose mailboxes have passed the pipeline, sets the outputs that are known, and logs the findings
 * and the warnings. Returns the result and what else the summary and the page show.
 *
 * @param folder where the files are
 * @param visibility whether everybody can see the repository
 */
async function conclude(run, features, totals, folder, visibility) {
    const { inputs, runner, warnings, started } = run;
    const { core } = runner;
    const durationMs = runner.now() - started;
    const { read, total } = totals.mailboxes;
    const isPublic = await visibility;
    const { tables } = totals;
    const what = total === 0 && tables.length > 0
        ? readTables(tables)
        : `${(0,text_numbers/* count */.U9)(read)} of ${(0,text_numbers/* counted */.hS)(total, 'mailbox', 'mailboxes')}`;
    core.info((0,log/* logText */.kc)(`Read ${what} in ${(0,text_numbers/* duration */.p0)(durationMs)}: ${folder}`));
    const accessError = deniedError(run, totals);
    const result = decide(run, totals, accessError);
    for (const feature of features)
        feature.conclude?.(run);
    // Columns of the user's own reports that found nothing are probably misspelt, or blank in this tenant.
    for (const { blankNotice } of totals.reports) {
        if (blankNotice !== undefined)
            core.notice((0,log/* logText */.kc)(blankNotice.message), (0,log/* placeProperties */.ty)(blankNotice.place));
    }
    const shownToAll = isPublic ? (0,repository_visibility/* visibilityWarning */.R)(inputs) : undefined;
    if (shownToAll !== undefined)
        warnings.add(shownToAll);
    const summary = summaryOf(run, features, totals, result, { folder, durationMs });
    annotateFindings(run, totals, result, accessError !== undefined);
    return { result, summary };
}
/** `2 of 3 tables`. */
function readTables(tables) {
    const read = tables.filter(({ status }) => status === 'ok').length;
    return `${(0,text_numbers/* count */.U9)(read)} of ${(0,text_numbers/* counted */.hS)(tables.length, 'table', 'tables')}`;
}
/**
 * The error that explains every unread mailbox: the application lacks app roles, and Graph denies all mailboxes. With RBAC for
 * Applications in Exchange Online, which needs none, Graph would allow some.
 */
function deniedError({ lacking }, { mailboxes, reports }) {
    const { total, read } = mailboxes;
    const unreadReports = reports.filter((report) => report.read === 0);
    const withoutRole = lacking?.reports.filter(({ name }) => unreadReports.some((report) => report.name === name)) ?? [];
    if (lacking === undefined ||
        withoutRole.length === 0 ||
        read > 0 ||
        mailboxes.unreadableBy('access-denied') < total) {
        return undefined;
    }
    const what = unreadReports.length === reports.length ? '' : ` in ${withoutRole.map(({ name }) => name).join(', ')}`;
    const roles = [...new Set(withoutRole.flatMap(({ lacks }) => lacks))];
    const { hint, copy } = lacking.grant;
    return new errors/* UserError */.yo('INCOMPLETE', `No mailbox could be read${what}: the application lacks ${roles.join(' and ')}.`, {
        hint: `${hint} If RBAC for Applications in Exchange Online is to grant the access instead, check its scope with ` +
            'Test-ServicePrincipalAuthorization. A change can take two hours to apply.',
        copy,
    });
}
/** Compares the totals with the thresholds of the inputs. */
function decide(run, totals, accessError) {
    const { inputs, outputs, warnings, lacking, source } = run;
    const { unlisted, reader } = source;
    const { mailboxes, policy } = totals;
    const stoppedBy = reader.stoppedBy && (0,annotations/* shownReason */.On)(reader.stoppedBy, inputs.summary);
    outputs.set({ 'read-count': mailboxes.read, 'unreadable-count': mailboxes.unreadable });
    if (policy !== undefined) {
        outputs.set({
            'violation-count': policy.total('failed'),
            'known-count': policy.total('known'),
            'exempt-count': policy.total('exempt'),
        });
    }
    const unlistedCount = unlisted?.isComplete === true ? unlisted.count : 0;
    if (unlisted?.isComplete === true && unlisted.mode !== 'all')
        outputs.set({ 'unlisted-count': unlisted.count });
    const counts = { ...totals.counts, unlisted: unlistedCount };
    const { failOn, baseline } = inputs;
    const thresholds = { allowed: (0,run_result/* allowedUnread */.qC)(run), failOn, unlisted: unlisted?.mode, baseline };
    const result = (0,run_result/* resultOf */.Bg)(counts, thresholds, stoppedBy, accessError);
    if (unlistedCount > 0 && unlisted?.mode === 'warn')
        warnings.add((0,run_result/* unlistedText */.sf)(unlistedCount));
    // Where Graph denies nothing, RBAC for Applications grants the access.
    const denied = mailboxes.unreadableBy('access-denied');
    if (lacking !== undefined && accessError === undefined && denied > 0) {
        warnings.add(`Access to ${(0,text_numbers/* counted */.hS)(denied, 'mailbox', 'mailboxes')} was denied. ${lacking.warning}`);
    }
    const deniedTables = totals.tables.flatMap(({ name, status }) => (status === 'access-denied' ? [name] : []));
    if (lacking !== undefined && denied === 0 && deniedTables.length > 0) {
        warnings.add(`Access to ${(0,text_numbers/* listed */.KE)(deniedTables, 'and')} was denied. ${lacking.warning}`);
    }
    if (stoppedBy !== undefined && result.reason?.message.includes(stoppedBy.message) !== true) {
        warnings.add(`${stoppedBy.message} ${stoppedBy.hint.replaceAll('\n', ' ')}`);
    }
    return result;
}
/** Annotates violations and mailboxes that could not be read, and the reason of a result that does not fail the step. */
function annotateFindings({ inputs, runner: { core } }, totals, { reason, fails }, isExplained) {
    if (!fails && reason !== undefined)
        (0,annotations/* annotateWarning */.tf)(core, reason);
    if (core.listsFindings !== true)
        (0,annotations/* annotateMailboxes */.r_)(core, totals, inputs, fails, isExplained);
}
function summaryOf(run, features, totals, { result, reason }, { folder, durationMs }) {
    const { inputs, fileSettings, runner, source, warnings, origin, policy, judge, step, started } = run;
    const { mailboxes, unlisted } = source;
    const { certificate } = origin;
    const complete = unlisted?.isComplete === true ? unlisted : undefined;
    const { listed } = mailboxes;
    return {
        result,
        message: reason?.message ?? '',
        hint: reason?.hint ?? '',
        copy: reason?.copy,
        cancelled: runner.signal.aborted,
        mailboxes: totals.mailboxes,
        policy: policy && totals.policy && policySummary(policy.file, totals.policy, judge),
        parts: features,
        history: features.flatMap(({ history = [] }) => history),
        started,
        reports: totals.reports,
        tables: totals.tables,
        duplicateCount: mailboxes.duplicateCount,
        // Without a list, each mailbox is not in it.
        unlistedCount: listed === undefined ? complete?.count : listed === 0 ? undefined : mailboxes.length - listed,
        includesUnlisted: listed !== undefined,
        maxUnreadable: (0,input_readers/* maxUnreadableText */.Dr)((0,run_result/* allowedUnread */.qC)(run)),
        failOn: inputs.failOn,
        fileSettings,
        durationMs,
        throttling: source.throttling(),
        stoppedBy: source.reader.stoppedBy,
        place: folder,
        listFiles: mailboxes.files,
        warnings: warnings.messages,
        certificate: certificate && {
            expiresOn: certificate.notAfter,
            daysLeft: (0,auth_certificate/* daysLeft */.H_)(certificate, started + durationMs),
            thumbprint: certificate.thumbprint,
        },
        lines: step.source?.lines,
        runUrl: step.runUrl,
    };
}
function policySummary(file, verdicts, judge) {
    const baseline = judge?.baseline;
    return {
        file,
        verdicts,
        exemptions: judge?.exemptions.uses ?? [],
        baseline: baseline && { file: baseline.file, entries: baseline.size, stale: baseline.stale.length },
    };
}

// EXTERNAL MODULE: ./src/http/machine.ts
var machine = __webpack_require__(87101);
// EXTERNAL MODULE: ./src/mailboxes/address.ts
var address = __webpack_require__(16592);
// EXTERNAL MODULE: ./src/compare/change-counts.ts
var change_counts = __webpack_require__(87128);
// EXTERNAL MODULE: ./src/compare/change-sections.ts
var change_sections = __webpack_require__(89408);
// EXTERNAL MODULE: ./src/compare/changed-rows.ts
var changed_rows = __webpack_require__(67845);
// EXTERNAL MODULE: ./src/compare/earlier-report.ts + 1 modules
var earlier_report = __webpack_require__(80694);
// EXTERNAL MODULE: ./src/compare/row-comparison.ts + 1 modules
var row_comparison = __webpack_require__(4012);
// EXTERNAL MODULE: ./src/compare/shared-changes.ts
var shared_changes = __webpack_require__(65106);
;// CONCATENATED MODULE: ./src/compare/table-comparison.ts


/** Tables belong to no mailbox. */
const NO_ADDRESS = '';
/** Compares the tables of a run with those of an earlier one: as the reports of one more mailbox, which has no address. */
class TableComparison {
    #comparison;
    #names;
    /** Sentences about what cannot be compared. */
    notes;
    /** The parameters are those of `Comparison`. `tables`: those of this run. */
    constructor({ header, tables: earlier }, tables, rules, today, earlierDay) {
        this.#names = tables.map(({ name }) => name);
        const before = { address: NO_ADDRESS, reports: earlier };
        const rows = { header: { ...header, reports: header.tables }, find: () => before };
        this.#comparison = new row_comparison/* Comparison */.Uf(rows, tables, rules, today, earlierDay);
        const unread = earlier.filter(({ name, status }) => status !== 'ok' && tables.some((table) => table.name === name));
        this.notes = [
            ...this.#comparison.notes,
            ...unread.map(({ name }) => `The earlier run did not read ${name}, so ${name} is not compared.`),
        ];
    }
    /** What differs between the tables of both runs. Call it once. */
    differenceOf(tables) {
        return this.#comparison.differenceOf({ address: NO_ADDRESS, reports: tables });
    }
    /** The violations of rules that went together with their tables, which no result of this run has. */
    ofLostTables() {
        return this.differenceOf([]).changes.filter(({ report }) => !this.#names.includes(report));
    }
    /** The stage of the pipeline. */
    stage() {
        let compared;
        return (result, all) => {
            compared ??= this.#compared(all);
            return compared.get(result.definition.name) ?? result;
        };
    }
    #compared(all) {
        const stored = all.map(rows_file/* storedTable */.gq);
        const { changes, violations } = this.differenceOf(stored);
        return new Map(all.map((result, index) => {
            const { name } = result.definition;
            const violationsNow = stored[index]?.violations.values();
            const withNovelty = (0,row_comparison/* mapFindings */.HK)(result, (finding) => {
                const violation = violationsNow?.next().value;
                return { ...finding, ...(violation && violations.get(violation)) };
            });
            return [name, { ...withNovelty, changes: changes.filter(({ report }) => report === name) }];
        }));
    }
}

;// CONCATENATED MODULE: ./src/compare/run-comparison.ts
















/** A run must not wait longer for something that it can do without. */
const MAX_SEARCH_MS = 180_000;
/**
 * Finds and opens the earlier report that the input `compare` asks for. Undefined with `compare: off`. Rejects with the
 * UserError `COMPARE_UNAVAILABLE` if the input requires a report and there is none. With `auto`, whatever fails is a reason
 * not to compare: the run does not depend on an earlier one.
 */
async function comparison(run) {
    const { compare } = run.inputs;
    if (compare.kind === 'off')
        return undefined;
    try {
        return await openComparison(run);
    }
    catch (error) {
        if (compare.kind !== 'auto')
            throw error;
        return withoutComparison(failed(error), run.inputs);
    }
}
async function openComparison(run) {
    const { inputs, reports, tables, policy, started } = run;
    const search = await findReport(run);
    if (search.kind !== 'found') {
        if (inputs.compare.kind !== 'auto')
            throw unavailableError(search.reason, inputs.compare);
        const isFirst = search.kind === 'none' && policy !== undefined;
        const day = dayOf(started);
        return {
            ...withoutComparison(search, inputs),
            stage: isFirst ? (0,row_comparison/* firstRunStage */.eo)(day) : undefined,
            tableStage: isFirst ? (0,row_comparison/* firstRunTableStage */.yk)(day) : undefined,
        };
    }
    const { source, report, skipped } = search;
    try {
        const earlierDay = source.kind === 'run' ? dayOf(source.started.getTime()) : undefined;
        const rules = policy && (0,rows_header/* rowsRules */.th)(policy);
        const rows = new row_comparison/* Comparison */.Uf(report, (0,rows_header/* rowsReports */.FV)(reports), rules, dayOf(started), earlierDay);
        const ofTables = new TableComparison(report, (0,rows_header/* rowsReports */.FV)(tables), rules, dayOf(started), earlierDay);
        const counts = new change_counts/* ChangeCounts */.zn(rows.ruleChanges);
        counts.addTable({ changes: ofTables.ofLostTables(), verdict: undefined });
        const differences = {
            source,
            ageMs: source.kind === 'run' ? started - source.started.getTime() : undefined,
            counts,
            comparesViolations: rows.comparesViolations,
            notes: [...new Set([...skipped, ...rows.notes, ...ofTables.notes])],
            removed: () => rows.removed(),
        };
        return {
            ...comparing((result) => rows.compare(result), differences, inputs, ofTables.stage()),
            history: (0,rows_header/* historyAfter */.tR)(report.header, report.end),
            close: () => report.close(),
        };
    }
    catch (error) {
        await report.close();
        throw error;
    }
}
/** The feature of a run with an earlier report. With `auto`, it ends with the first mailbox that cannot be compared. */
function comparing(compare, differences, inputs, compareTable = (result) => result) {
    const { counts } = differences;
    let ended;
    return {
        stage: (result) => {
            if (ended !== undefined)
                return result;
            try {
                return compare(result);
            }
            catch (error) {
                if (inputs.compare.kind !== 'auto')
                    throw error;
                ended = withoutComparison(failed(error), inputs);
                return result;
            }
        },
        tableStage: compareTable,
        addTable: (result) => {
            counts.addTable(result);
        },
        add: (result) => {
            counts.add(result);
        },
        tables: [changesTable(() => (ended === undefined ? lastChanges(differences) : []))],
        conclude: (concluded) => {
            if (ended !== undefined)
                ended.conclude?.(concluded);
            else
                concludeComparison(differences, concluded.runner.core, concluded.outputs);
        },
        sections: (summary, view) => ended === undefined ? (0,change_sections/* changeSections */.dk)(differences, view) : (ended.sections?.(summary, view) ?? []),
        tiles: () => (ended === undefined ? (0,change_sections/* changeTiles */.aR)(differences) : []),
        counts: () => (ended === undefined ? violationCounts(differences) : {}),
        json: () => (ended === undefined ? { comparison: comparisonJson(differences) } : {}),
        printed: () => (ended === undefined ? printedDifferences(differences) : undefined),
    };
}
function withoutComparison(search, { summary }) {
    const reason = summary === 'full' ? search.reason : (0,address/* withoutAddresses */.tg)(search.reason);
    return {
        conclude: ({ runner }) => {
            logMissing(runner.core, search);
        },
        sections: () => (0,change_sections/* notComparedSections */.x3)(reason),
    };
}
function failed(error) {
    return { kind: 'unavailable', reason: `The comparison failed: ${(0,errors/* describeError */.Uc)(error)}.` };
}
/** Without a client for artifacts, an earlier report can be only in the output directory, which this one then replaces. */
function findReport({ inputs, step, runner, reports, tables, origin, source }) {
    const { compare, artifactName, githubToken: token, outputDirectory } = inputs;
    const { core: log, loadArtifactClient } = runner;
    const { tempFolder } = step;
    const run = {
        tenant: origin.tenant,
        cloud: origin.cloud,
        reports: [...reports, ...tables].map(({ name }) => name),
        list: source.mailboxes,
    };
    if (compare.kind !== 'path' && loadArtifactClient !== undefined) {
        return (0,machine.within)(MAX_SEARCH_MS, runner, (signal) => (0,earlier_report/* findEarlierReport */.am)({ ...runner, step, token, artifactName, signal, tempFolder, run, log }));
    }
    const placeText = compare.kind === 'path' ? compare.path : (outputDirectory ?? '');
    const place = external_node_path_default().resolve(step.workspace, placeText);
    if (compare.kind !== 'path' && (placeText === '' || !(0,external_node_fs_.existsSync)(external_node_path_default().join(place, rows_file/* ROWS_FILE */.ZX))))
        return Promise.resolve({ kind: 'none', reason: 'There is no earlier report in the output directory.' });
    return (0,earlier_report/* openReportAt */.MW)(place, placeText, tempFolder, run);
}
/** The mailboxes that the list no longer has, and what mailboxes share. */
function* lastChanges({ removed, counts }) {
    yield* removed();
    yield* counts.shared.map(shared_changes/* sharedRow */.Kk);
}
/** A row for each difference. `last`: those that are known after the last mailbox. */
function changesTable(last) {
    return {
        name: 'changes',
        columns: changed_rows/* CHANGE_COLUMNS */.FK,
        unit: ['change', 'changes'],
        rowsOfTable: ({ changes = [] }) => changes.filter(shared_changes/* hasRow */.Lb).map(changed_rows/* changeCells */.qv),
        rowsOf: ({ changes = [] }) => changes.filter(shared_changes/* hasRow */.Lb).map(changed_rows/* changeCells */.qv),
        lastRows: () => Array.from(last(), changed_rows/* changeCells */.qv),
    };
}
/** Counts the mailboxes that the list no longer has, logs what differs, and sets the outputs. */
function concludeComparison(differences, core, outputs) {
    const { counts, source, ageMs, comparesViolations, notes, removed } = differences;
    for (const change of removed())
        counts.add({ changes: [change] });
    outputs.set({
        ...(comparesViolations
            ? {
                'new-violation-count': counts.new.violations,
                'new-warning-count': counts.new.warnings,
                'resolved-count': (0,change_counts/* totalOf */.e6)(counts.resolved),
            }
            : {}),
        'change-count': counts.changeCount,
        ...(source.kind === 'run' ? { 'compared-run-url': source.url } : {}),
    });
    const difference = (0,change_sections/* differenceText */.Lr)(counts, comparesViolations);
    core.info((0,log/* logText */.kc)(`Compared with ${(0,change_sections/* sourceText */.rI)(source)}${(0,change_sections/* ageText */.XG)(ageMs)}: ${difference}`));
    for (const note of notes)
        core.info((0,log/* logText */.kc)(note));
}
function logMissing(core, { kind, reason }) {
    const message = (0,log/* logText */.kc)(`Not compared: ${reason}`);
    if (kind === 'forbidden')
        core.notice(message, { title: 'Not compared' });
    else
        core.info(message);
}
/** The counts of a run that depend on an earlier report. */
const COMPARED_COUNTS = (/* unused pure expression or super */ null && (['newViolations', 'newWarnings', 'resolved']));
/** The counts of new and resolved violations. None if violations are not compared. */
function violationCounts({ counts, comparesViolations, }) {
    const { violations: newViolations, warnings: newWarnings } = counts.new;
    return comparesViolations ? { newViolations, newWarnings, resolved: (0,change_counts/* totalOf */.e6)(counts.resolved) } : {};
}
/** Against which report was compared, and the counts. */
function comparisonJson(differences) {
    const { source, counts, notes, removed } = differences;
    const { changeCount, changedMailboxes, addedMailboxes } = counts;
    return {
        ...(source.kind === 'run' ? { run: source.number, url: source.url } : { path: source.path }),
        ...violationCounts(differences),
        changes: changeCount,
        changedMailboxes,
        addedMailboxes,
        removedMailboxes: Array.from(removed(), ({ mailbox }) => mailbox),
        notes: [...notes],
    };
}
function printedDifferences({ source, counts, comparesViolations, }) {
    const earlier = (0,change_sections/* sourceText */.rI)(source);
    return {
        title: 'Changes',
        rows: [[`since ${earlier}`, (0,change_sections/* differenceText */.Lr)(counts, comparesViolations)]],
        json: { compared: earlier },
    };
}
function unavailableError(reason, { kind }) {
    return new errors/* UserError */.yo('COMPARE_UNAVAILABLE', `This run cannot be compared with an earlier report. ${reason}`, {
        hint: kind === 'path'
            ? `Set ${(0,audience/* inputName */.yu)('compare')} to the folder or zip of an earlier report, with its rows.ndjson.gz, or to "auto".`
            : `Set ${(0,audience/* inputName */.yu)('compare')} to "auto" to report without a comparison, for example in the first run.`,
    });
}
/** The day in UTC: `2027-01-31`. */
function dayOf(time) {
    return new Date(time).toISOString().slice(0, 10);
}

// EXTERNAL MODULE: ./src/totals/past-run.ts
var past_run = __webpack_require__(80783);
;// CONCATENATED MODULE: ./src/features/run-trends.ts


/**
 * A chart of each trend, and a table with the same numbers. A trend that no run knows has none.
 *
 * @param runs the latest last
 * @param fold the line that unfolds the table, or charts and table
 */
function trendBlocks(label, runs, trends, fold, others = []) {
    const visible = trends.filter(({ of }) => runs.some(({ counts }) => of(counts) !== undefined));
    const charts = visible.map(({ name, of }) => ({
        name,
        points: runs.map(({ started, counts }) => ({ when: started, count: of(counts) })),
    }));
    const table = runsTable(label, runs, [...visible.map(trendColumn), ...others]);
    const { line: folded } = fold;
    if (fold.of === 'all')
        return [{ folded, blocks: [{ charts }, table] }];
    return [{ charts }, { folded, blocks: [table] }];
}
function trendColumn({ name, of }) {
    return { name, of: (counts) => (0,past_run/* countText */.l)(of(counts)) };
}
/** The runs with their counts, the latest first. */
function runsTable(label, runs, columns) {
    const rows = runs.toReversed().map(({ url, started, counts }) => {
        const time = (0,text_numbers/* utcText */.kK)(started.getTime());
        const run = url === undefined ? time : { link: time, url };
        return { cells: [run, ...columns.map(({ of }) => of(counts))] };
    });
    const numbers = columns.map(({ name }) => ({ name, kind: 'number' }));
    return { table: { label, columns: [{ name: 'Run', kind: 'short' }, ...numbers], rows, unit: ['run', 'runs'] } };
}

;// CONCATENATED MODULE: ./src/compare/run-history.ts





const NOT_READ = { name: 'Not read', of: ({ unreadable }) => unreadable };
const CHANGES = [
    { name: 'New', of: newText },
    { name: 'Resolved', of: ({ resolved }) => (0,past_run/* countText */.l)(resolved) },
];
/** Runs without `newWarnings` counted those of any severity in `newViolations`. */
function newText({ newViolations: violations, newWarnings: warnings }) {
    if (violations === undefined || warnings === undefined)
        return (0,past_run/* countText */.l)(violations);
    return (0,change_counts/* severitiesText */.jB)({ violations, warnings, known: 0 });
}
/** How the counts developed over the last runs. */
const run_history_history = {
    sections: (summary) => [{ section: historySection(summary), page: 'history' }],
};
/** Undefined without an earlier run. */
function historySection(summary) {
    const [first] = summary.history;
    if (first === undefined)
        return undefined;
    const runs = allRuns(summary);
    const all = (0,text_numbers/* counted */.hS)(runs.length, 'run', 'runs');
    const trends = [...summary.parts.flatMap((part) => part.trends ?? []), NOT_READ];
    const title = 'History';
    return {
        title,
        note: `${all} since ${first.started.toISOString().slice(0, 10)}`,
        folded: `${title}: ${all}`,
        blocks: trendBlocks(title, runs, trends, { line: `Numbers of ${all}`, of: 'table' }, CHANGES),
    };
}

// EXTERNAL MODULE: ./src/exchange/cmdlets.ts
var exchange_cmdlets = __webpack_require__(26407);
;// CONCATENATED MODULE: ./src/store/evidence-of-run.ts
/** What `evidence.json` and the last line of the rows file say about the controls of a run. Both are made of what is stored. */





/** A role in Entra ID that has all cmdlets which read. */
const WIDER_ROLE = 'Global Reader';
/**
 * What a run says about controls.
 *
 * @param controls the lines of `ControlCounts`
 * @param uses how the run used the exemptions of its policy
 * @param rows SHA-256 of the lines of its rows file, in hex
 */
function evidenceOf(header, { ended, result }, controls, uses, rows) {
    const { productVersion: product, tenant, cloud, run, digests } = header;
    const reports = [...header.reports, ...header.tables];
    return {
        product,
        tenant,
        cloud,
        run: {
            id: run.id,
            attempt: run.attempt,
            url: run.url ?? null,
            started: run.started.toISOString(),
            ended: ended.toISOString(),
            repository: run.repository ?? null,
            commit: run.commit ?? null,
            actor: run.actor ?? null,
        },
        result,
        digests: {
            policy: digests.policy ?? null,
            baseline: digests.baseline ?? null,
            list: listDigest(header.list),
            catalogues: digests.catalogues ?? {},
            definitions: Object.fromEntries(reports.map(({ name, revision, digests: of }) => [name, (0,rows_header/* digestOf */.ol)({ revision, of })])),
            rows,
        },
        reports: reports.map(({ name, reads: { permission, endpoint } }) => {
            return { name, permission: permission ?? null, endpoint: endpoint ?? null, role: roleText(endpoint) };
        }),
        controls,
        exceptions: exceptionsOf(controls, uses),
    };
}
/**
 * The counts of controls in the last line of the rows file, by `catalogue/control`. A control with counts of mailboxes and of the
 * organization has the latter under `catalogue/control (organization)`.
 */
function storedControls(controls) {
    const stored = {};
    for (const { catalogue, control, subject, rules, population } of controls) {
        if (rules.length === 0)
            continue;
        const name = `${catalogue}/${control}`;
        const members = POPULATION.flatMap((count) => {
            const number = population[count];
            return number === null ? [] : [[count, number]];
        });
        // Mailboxes are the first line.
        stored[Object.hasOwn(stored, name) ? `${name} (${subject})` : name] = Object.fromEntries(members);
    }
    return stored;
}
/** SHA-256, in hex, of the addresses of a list in their order, each with a line break. */
function listDigest({ mailboxes }) {
    return (0,external_node_crypto_.hash)('sha256', mailboxes.map(({ address }) => `${address}\n`).join(''));
}
/** The narrowest roles that documents name for the cmdlets of a report; null if it runs none. */
function roleText(endpoint = '') {
    const cmdlets = endpoint.split(', ').filter((one) => /^[A-Z][a-z]+-[A-Za-z]+$/.test(one));
    if (cmdlets.length === 0)
        return null;
    return `${(0,text_numbers/* listed */.KE)([...new Set(cmdlets.map(exchange_cmdlets/* roleOf */.kp))].sort(), 'and')}, or ${WIDER_ROLE}`;
}
/** The exemptions in force of rules that decide controls. */
function exceptionsOf(controls, uses) {
    const rules = new Set(controls.flatMap((control) => control.rules));
    return uses
        .filter(({ exemption, expired }) => !expired && rules.has(exemption.rule))
        .map(({ exemption, covered }) => {
        const { rule, mailboxes, expires, reason, owner } = exemption;
        // An exemption from a rule about a table names no mailbox.
        const isOfTable = mailboxes.length === 0;
        const counts = isOfTable ? { mailboxes: null, items: covered } : { mailboxes: covered, items: null };
        return { rule, ...counts, expires, reason, owner };
    });
}

;// CONCATENATED MODULE: ./src/controls/rule-digest.ts


/** SHA-256, in hex, of what a rule decides: whatever else it says, rules with the same digest give the same results of controls. */
function ruleDigest(rule) {
    const { report, when, expect, controls = [] } = rule;
    return (0,external_node_crypto_.hash)('sha256', JSON.stringify({ report, when, expect, controls: controls.map(controls_catalogue/* referenceText */.n5) }));
}

;// CONCATENATED MODULE: ./src/controls/shipped-rules.ts
/** Digests of the rules of starter policies that decide controls. `node scripts/controls.ts` writes this file. */
const SHIPPED_RULES = new Set([
    '025cea6fcd9c922603e228303cd7480d6025cbd16fa051202d3649c0f64ef435',
    '0d423a4778322d36fa30127e3192e77ae728a64891642d4c56721ab8ba249229',
    '12077c6def4ffe3b09d9b7582fe2075ba11bd6313d4b84a1d35c02bfa4f303aa',
    '17674e0dd889c1dca5ba1c36e8835c9ee245d0087e387c88abe41b86bb7f4722',
    '25b4034efbbb8c8099bbf3f5b3293bc717a7b6651b1cc626721c8d86768caef6',
    '25b40354b716e48b545a760874449f9f78bcebb6f852aa98ceb5570da2e987dc',
    '27a8b1391055c895b7cea1f8f66cad80128cff4ab77cbcf3ea84b6c112b99b70',
    '2aea3a4387d9bc15eb108e97541c5f00fc9b33cd7b4e986d5cdb2d03d38a1dbb',
    '3bc363008bb2fc7f418dd83fa75cd5f45b419d77aab6fe218d6817f08ca3ecc3',
    '43041b27f0f0b331bed6e0157ac902679c1a69427789a4d0f0ab1246b89f31f4',
    '4ab9da1537cb7dd247b293ca5a957481ad2329ae729eee106fc7f677d488d70b',
    '56e18f652dff83c7ded36db4a08fc318873ea1a3ece9d62b58bb67f11bb81cdc',
    '5816cbfc13f2fcafc751f58bbbe5333439d6c511fb62d3e6f156afe6707d791a',
    '5fd651bfb12fb6e51ddd8abbbfc7b0d97ab4eb1c10735edc29376f63a14ca99a',
    '61bfd7e149431c369d21ef0512571e77d780d2005d9757b9d3bcd44ba97d3bfc',
    '6c43be254d8382190e5693e42f7b37f022915d8d4705f68fcd44a84816d7ea90',
    '6edf51e18dc0691bd3a65ef30ac591d322738272b6286badd25c68f823fdd13d',
    '88a4a129a5a14f29c9d1f6904e09dc3a57d1e91168e4fa023187f5a6627a33b6',
    '9af54e68f5effa7c717bb24dfd9a819effdfde5aab21105d6615d27cb9aa5056',
    'a34a750abccc74d53f47d9e8b6cf398933e1199529b17d7597202254de185bc0',
    'b40d3d5e8fa4b00896941867742287dba1342a795683dff5b4e161951e6bd895',
    'b6dfc43a74982e56ea62951bdff7f60a1a692dab92078b4967a278e35089eeb1',
    'bd0ac3d2a0715df916524e4f8c75c86a8b7d7348e0d2d3ba38ee1a4e148c6a7c',
    'c865f01d974e4c15218fb4cd70696d8f4ccbeb54a1af1cab35d0fe41c854a42a',
    'c994fd1bc46fca69e7ed17c6f905a88a1d2198aab047d3048836b42124f98957',
    'cbe78e07c59f7aea31ee5aeb28821c2bc2d0bb25e380c1fd183280a6ce9b135f',
    'db6832828a86e19f46f3ca5d63b65caa0c68a67a8b466138aa558b7d962e75a0',
    'ee740d5aeadb8f83299c1aaf20b578cfd9a7e3df42c7ea42818bd62832d86d82',
    'f6fe78fcf182e6da2f0f46c5abf8ca92317a5a702b31511c235ba4dbff45eb72',
]);
/** By control, the columns that these rules expect, with their reports. */
const SHIPPED_COLUMNS = {
    'cis-m365-7.0.0/1.2.2': ['accounts.AccountEnabled'],
    'cis-m365-7.0.0/1.3.3': ['organization.DefaultSharing'],
    'cis-m365-7.0.0/1.3.9': ['organization.DefaultSharedBookings'],
    'cis-m365-7.0.0/2.1.12': ['organization.AllowedIps'],
    'cis-m365-7.0.0/2.1.13': ['organization.SafeList'],
    'cis-m365-7.0.0/2.1.14': ['organization.AllowedSenderDomains'],
    'cis-m365-7.0.0/2.1.15': [
        'organization.OutboundAction',
        'organization.OutboundExternalPerHour',
        'organization.OutboundInternalPerHour',
        'organization.OutboundNoticeRecipients',
        'organization.OutboundPerDay',
    ],
    'cis-m365-7.0.0/2.1.6#custom-policy': ['organization.OutboundNoticeGaps'],
    'cis-m365-7.0.0/2.1.6#default-policy': ['organization.OutboundNoticeGaps'],
    'cis-m365-7.0.0/3.1.1': ['organization.UnifiedAuditLog'],
    'cis-m365-7.0.0/6.1.1': ['organization.Audited'],
    'cis-m365-7.0.0/6.1.2': [
        'mailbox-properties.AuditAdmin',
        'mailbox-properties.AuditDelegate',
        'mailbox-properties.AuditEnabled',
        'mailbox-properties.AuditOwner',
    ],
    'cis-m365-7.0.0/6.1.3': ['organization.AuditBypass'],
    'cis-m365-7.0.0/6.2.1#mail-flow-rules': ['organization.RedirectRules'],
    'cis-m365-7.0.0/6.2.1#outbound-policy': ['organization.AutoForwardingNotOff'],
    'cis-m365-7.0.0/6.2.2': ['organization.SpamBypassRules'],
    'cis-m365-7.0.0/6.2.3': ['organization.ExternalTag', 'organization.ExternalTagAllowList'],
    'cis-m365-7.0.0/6.3.1': ['organization.AddIns'],
    'cis-m365-7.0.0/6.3.2': ['organization.DefaultOwaPersonalAccounts', 'organization.DefaultOwaPersonalCalendars'],
    'cis-m365-7.0.0/6.5.1': ['organization.ModernAuth'],
    'cis-m365-7.0.0/6.5.2': [
        'organization.MailTipsAll',
        'organization.MailTipsExternal',
        'organization.MailTipsGroupMetrics',
        'organization.MailTipsLargeAudience',
    ],
    'cis-m365-7.0.0/6.5.3': ['organization.DefaultOwaStorageProviders'],
    'cis-m365-7.0.0/6.5.4': ['organization.SmtpAuth'],
    'cis-m365-7.0.0/6.5.5': ['organization.DirectSend'],
    'scuba-exo/MS.EXO.1.1v2': ['organization.RemoteDomainForwarding'],
    'scuba-exo/MS.EXO.13.1v1': ['organization.Audited'],
    'scuba-exo/MS.EXO.5.1v1': ['organization.SmtpAuth'],
    'scuba-exo/MS.EXO.6.1v1': ['organization.ContactsForAllDomains'],
    'scuba-exo/MS.EXO.6.2v1': ['organization.CalendarsForAllDomains'],
    'scuba-exo/MS.EXO.7.1v1': ['organization.SubjectTag'],
};

// EXTERNAL MODULE: ./src/policy/policy-definition.ts
var policy_definition = __webpack_require__(23338);
;// CONCATENATED MODULE: ./src/totals/control-result.ts




/** What a part of a control is about, in a sentence. */
const OF = { mailboxes: 'mailboxes', organization: 'the organization' };
/**
 * What a run says about a control, over all that it is about. A violation counts whatever its severity, also one that the baseline has,
 * and also if another rule leaves the same mailbox unknown.
 */
function controlResult(facts) {
    const { rules, counts, isStopped } = facts;
    const sum = (name) => counts.reduce((total, one) => total + one[name], 0);
    const violated = sum('failed') + sum('warned') + sum('known');
    const unknown = sum('inconclusive') + sum('unread');
    if (violated + unknown + sum('exempt') + sum('passed') === 0)
        return 'not-checked';
    if (violated > 0 || rules.some((rule) => rule.violated > 0))
        return 'not-met';
    if (unknown > 0 || isStopped)
        return 'unknown';
    if (sum('exempt') > 0)
        return 'excepted';
    return missingOf(facts).length === 0 ? 'met' : 'met-in-part';
}
/** The least that is covered of the parts about a subject; if there is none, of those that the rules about it name. */
function coveredOf(subject, facts) {
    const { parts } = facts.control;
    const own = parts.filter((part) => part.subject === subject);
    const named = parts.filter((part) => rulesOf(part, facts).some((rule) => rule.subject === subject));
    const covered = (own.length === 0 ? named : own).map((part) => controls_catalogue/* COVERED */.NQ.indexOf(part.covered));
    return controls_catalogue/* COVERED */.NQ[Math.max(0, ...covered)] ?? 'no';
}
/** Why the run does not decide the control as a whole, in a sentence for each part of which that is so, and for mailboxes outside the list. */
function missingOf(facts) {
    const { control, unlisted } = facts;
    const ofParts = control.parts.flatMap((part) => {
        const lack = lackOf(part, facts);
        if (lack === undefined)
            return [];
        const text = part.id === '' ? lack : `${part.id}: ${lack}`;
        return [text.endsWith('.') ? text : `${text}.`];
    });
    if (unlisted === 0)
        return ofParts;
    return [
        ...ofParts,
        `${(0,text_numbers/* counted */.hS)(unlisted, 'mailbox', 'mailboxes')} of the tenant ${unlisted === 1 ? 'is' : 'are'} not in the list.`,
    ];
}
/** Why a part is not decided as a whole; undefined if it is. */
function lackOf(part, facts) {
    const { covered, reason, subject } = part;
    if (covered === 'no')
        return `No report shows it. ${reason}`;
    if (covered === 'effect')
        return `Reports show only its effect in mailboxes. ${reason}`;
    const rules = rulesOf(part, facts);
    if (rules.length === 0)
        return 'No rule is about it.';
    const ofSubject = rules.filter((rule) => rule.subject === subject);
    const [other] = rules;
    if (ofSubject.length === 0)
        return `The rule ${other?.rule.id} is not about ${OF[subject]}.`;
    const deciding = ofSubject.filter(({ concerned }) => concerned > 0);
    if (deciding.length === 0) {
        const ids = ofSubject.map(({ rule }) => rule.id);
        return `Nothing that was read is concerned by ${(0,text_numbers/* listed */.KE)(ids, 'and')}.`;
    }
    const expected = new Set(deciding.flatMap(({ rule, report }) => (0,policy_definition/* expectedColumns */.U7)(rule, report)));
    const lacking = decidingColumns(part, facts).filter((column) => !expected.has(column));
    return lacking.length === 0 ? undefined : `No rule about it expects ${(0,text_numbers/* listed */.KE)(lacking, 'and')}.`;
}
/** The columns that shipped rules expect of a part. Of a catalogue of one's own, none are known. */
function decidingColumns({ id }, { catalogue, control }) {
    const reference = (0,controls_catalogue/* referenceText */.n5)({ catalogue, control: control.id, part: id });
    return Object.hasOwn(SHIPPED_COLUMNS, reference) ? (SHIPPED_COLUMNS[reference] ?? []) : [];
}
/** The rules that name a part. */
function rulesOf(part, { catalogue, control, rules }) {
    return rules.filter(({ rule: { controls = [] } }) => controls.some((one) => one.catalogue === catalogue && one.control === control.id && one.part === part.id));
}

;// CONCATENATED MODULE: ./src/totals/control-counts.ts






const SUBJECTS = ['mailboxes', 'organization'];
/**
 * Counts the verdicts of rules by the controls that they decide, as mailboxes and tables pass. A mailbox counts once for each control,
 * by the worst of its rules. Memory is bounded by the policy and its catalogues.
 */
class ControlCounts {
    /** Those that decide controls. */
    #rules;
    /** By the id of a rule. */
    #positions;
    #controls;
    #ofMailboxes;
    /** What the rules about tables say. */
    #ofTenant = [];
    #isCancelled = false;
    /** @param reports the definitions of all reports of the run */
    constructor(policy, reports) {
        const byName = new Map(reports.map((report) => [report.name, report]));
        const rules = policy.rules.filter(({ controls = [] }) => controls.length > 0);
        this.#rules = rules.map((rule) => ruleOfControl(rule, byName.get(rule.report)));
        this.#positions = new Map(rules.map(({ id }, at) => [id, at]));
        this.#controls = [...(policy.catalogues ?? [])].flatMap(([catalogue, { controls }]) => controls.map((control) => countedControl(catalogue, control, this.#rules)));
        this.#ofMailboxes = this.#controls.flatMap(({ lines }) => lines.filter(({ subject, rules: ofLine }) => subject === 'mailboxes' && ofLine.length > 0));
    }
    addTable({ definition, rows, verdict }) {
        const outcomes = this.#outcomes([{ rows, verdict: withDoubts(verdict, definition) }]);
        for (const [at, outcome] of outcomes.entries())
            if (outcome !== undefined)
                this.#ofTenant[at] = outcome;
    }
    add({ reports }) {
        const outcomes = this.#outcomes(reports);
        for (const { rules, counts } of this.#ofMailboxes)
            addTo(counts, rules, outcomes);
    }
    /** A line for each control and what it is about, in the order of the catalogues. */
    lines(run) {
        return this.#controls.flatMap((counted) => {
            const { catalogue, control, rules: all } = counted;
            const lines = counted.lines.map((line) => line.subject === 'mailboxes' ? line : { ...line, counts: this.#countsOfTenant(line.rules) });
            const isStopped = run.isStopped || this.#isCancelled;
            const isAboutMailboxes = lines.some(({ subject, rules }) => subject === 'mailboxes' && rules.length > 0);
            const unlisted = isAboutMailboxes ? run.unlisted : 0;
            const facts = { catalogue, control, rules: all, counts: lines.map(({ counts }) => counts), isStopped, unlisted };
            const [result, missing] = [controlResult(facts), missingOf(facts)];
            const basis = all.length === 0 ? null : all.every(({ isShipped }) => isShipped) ? 'shipped' : 'own';
            return lines.map(({ subject, rules, counts }) => ({
                catalogue,
                control: control.id,
                title: control.title,
                subject,
                result,
                covered: coveredOf(subject, facts),
                basis,
                rules: rules.flatMap((at) => this.#rules[at]?.rule.id ?? []),
                missing,
                population: populationOf(rules.length === 0 ? undefined : counts, subject, run),
            }));
        });
    }
    /** Also counts what each rule decides. */
    #outcomes(reports) {
        const outcomes = [];
        for (const { rows, verdict: ofReport } of reports) {
            if (rows.some(({ status }) => status === 'cancelled'))
                this.#isCancelled = true;
            if (ofReport === undefined)
                continue;
            // A table without rows was read.
            const isRead = rows.length === 0 || rows.some(({ status }) => status === 'ok');
            for (const { rule, verdict: found } of ofReport.rules) {
                const at = this.#positions.get(rule.id);
                // A table without rows passes, and none of its rows meets a "when".
                const verdict = rows.length === 0 && Object.keys(rule.when).length > 0 ? undefined : found;
                const counted = at === undefined ? undefined : this.#rules[at];
                if (at === undefined || counted === undefined)
                    continue;
                outcomes[at] = { verdict, isRead };
                if (verdict === undefined || !isRead)
                    continue;
                counted.concerned += 1;
                if (verdict === 'fail' || verdict === 'warn' || verdict === 'known')
                    counted.violated += 1;
            }
        }
        return outcomes;
    }
    #countsOfTenant(rules) {
        const counts = none();
        if (rules.length > 0)
            addTo(counts, rules, this.#ofTenant);
        return counts;
    }
}
/** The controls that are not met, or of which that is not known; each once, whatever it is about. */
function unmetControls(lines) {
    const unmet = lines.filter(({ result }) => result === 'not-met' || result === 'unknown');
    return new Set(unmet.map(({ catalogue, control }) => `${catalogue}/${control}`)).size;
}
function none() {
    return { read: 0, unread: 0, passed: 0, failed: 0, warned: 0, known: 0, exempt: 0, inconclusive: 0 };
}
/** Adds a mailbox, or the tenant. It is unread if no report of rules that may concern it was read. */
function addTo(counts, rules, outcomes) {
    const verdicts = [];
    let isRead = false;
    for (const at of rules) {
        const outcome = outcomes[at];
        if (outcome?.isRead === true)
            isRead = true;
        if (outcome?.verdict !== undefined)
            verdicts.push(outcome.verdict);
    }
    if (verdicts.length > 0 && !isRead) {
        counts.unread += 1;
        return;
    }
    counts.read += 1;
    if (verdicts.length > 0)
        counts[COUNTED[(0,policy_verdict/* worst */.QZ)(verdicts)]] += 1;
}
/** Of a table, an exemption covers rows. Another row that is not known may violate the rule without one. */
function withDoubts(verdict, { rows }) {
    if (verdict === undefined || rows === undefined)
        return verdict;
    const doubted = (one) => one.verdict === 'exempt' && one.isUncertain === true ? { ...one, verdict: 'inconclusive' } : one;
    return { ...verdict, rules: verdict.rules.map(doubted) };
}
function ruleOfControl(rule, report) {
    const subject = report !== undefined && (0,table/* isTable */.bI)(report) ? 'organization' : 'mailboxes';
    return { rule, report, subject, isShipped: SHIPPED_RULES.has(ruleDigest(rule)), concerned: 0, violated: 0 };
}
function countedControl(catalogue, control, all) {
    const positions = [...all.keys()].filter((at) => (all[at]?.rule.controls ?? []).some((one) => one.catalogue === catalogue && one.control === control.id));
    const rules = positions.flatMap((at) => all[at] ?? []);
    const subjects = new Set([...control.parts, ...rules].map(({ subject }) => subject));
    const lines = SUBJECTS.filter((subject) => subjects.has(subject)).map((subject) => {
        return { subject, rules: positions.filter((at) => all[at]?.subject === subject), counts: none() };
    });
    return { catalogue, control, rules, lines };
}
function populationOf(counts, subject, { tenant }) {
    const concerned = counts && counts.passed + counts.failed + counts.warned + counts.known + counts.exempt + counts.inconclusive;
    return {
        tenant: counts === undefined || subject === 'organization' ? null : (tenant ?? null),
        listed: counts === undefined ? null : counts.read + counts.unread,
        read: counts?.read ?? null,
        concerned: concerned ?? null,
        passed: counts?.passed ?? null,
        failed: counts?.failed ?? null,
        warned: counts?.warned ?? null,
        known: counts?.known ?? null,
        exempt: counts?.exempt ?? null,
        inconclusive: counts?.inconclusive ?? null,
        unread: counts?.unread ?? null,
    };
}

;// CONCATENATED MODULE: ./src/features/control-section.ts


const CONTROLS_TITLE = 'Controls';
const MAX_LINES = 300;
const OPEN_LINES = 20;
const MAX_TEXT = 300;
const MAX_RULES = 5;
/** The results in words, the most urgent first. */
const WORDS = {
    'not-met': 'not met',
    unknown: 'unknown',
    excepted: 'excepted',
    'met-in-part': 'met in part',
    met: 'met',
    'not-checked': 'not checked',
};
const BY_URGENCY = Object.keys(WORDS);
const TONES = {
    'not-met': 'fail',
    unknown: 'unknown',
    excepted: 'warn',
    'met-in-part': 'unknown',
    met: 'pass',
    'not-checked': undefined,
};
/** The numbers that are shown, and where. */
const ALWAYS = ['read', 'concerned'];
const IF_ANY = ['passed', 'failed', 'warned', 'known', 'exempt', 'inconclusive', 'unread'];
const ON_PAGE = ['tenant', 'listed'];
/** The controls with their results and counts, the most urgent first. It names no mailbox. */
function controlsSection(lines) {
    const ordered = lines.toSorted((one, other) => BY_URGENCY.indexOf(one.result) - BY_URGENCY.indexOf(other.result));
    const checked = ordered.filter(({ result }) => result !== 'not-checked');
    const others = ordered.filter(({ result }) => result === 'not-checked');
    const results = resultsText(lines);
    return {
        title: CONTROLS_TITLE,
        folded: `${CONTROLS_TITLE}: ${results}`,
        blocks: [
            { paragraph: `${(0,display/* capitalized */.l2)(results)}. Numbers are mailboxes; the organization counts as 1.` },
            ...(checked.length === 0 ? [] : [{ table: checkedTable(checked) }]),
            ...uncheckedBlocks(others),
        ],
    };
}
/** `3 not met, 20 met`: how many controls have each result. */
function resultsText(lines) {
    const results = new Map(lines.map(({ catalogue, control, result }) => [`${catalogue}/${control}`, result]));
    const counts = Map.groupBy(results.values(), (result) => result);
    return Object.entries(WORDS)
        .flatMap(([result, word]) => {
        const number = [...counts].find(([one]) => one === result)?.[1].length ?? 0;
        return number === 0 ? [] : [`${(0,text_numbers/* count */.U9)(number)} ${word}`];
    })
        .join(', ');
}
function checkedTable(lines) {
    const shown = IF_ANY.filter((name) => lines.some(({ population }) => (population[name] ?? 0) > 0));
    const numbers = [
        ...ON_PAGE.map((name) => ({ name, only: 'page' })),
        ...[...ALWAYS, ...shown].map((name) => ({ name })),
    ];
    const columns = [
        { name: 'Control' },
        { name: 'Result', kind: 'short' },
        { name: 'Subject', kind: 'short' },
        ...numbers.map(({ name, ...place }) => ({ name: (0,display/* capitalized */.l2)(name), kind: 'number', ...place })),
        { name: 'Rules', only: 'page' },
        { name: 'Missing', kind: 'prose', only: 'page' },
    ];
    return {
        ...tableOf(CONTROLS_TITLE, columns, lines, (line) => [
            controlCell(line),
            WORDS[line.result],
            line.subject,
            ...numbers.map(({ name }) => numberText(line.population, name)),
            { lines: rulesCell(line) },
            line.missing.length === 0 ? '' : { lines: missingCell(line) },
        ]),
        open: OPEN_LINES,
    };
}
/** The controls of the same catalogues that no rule decides, and why reports do not show some. */
function uncheckedBlocks(lines) {
    if (lines.length === 0)
        return [];
    const columns = [{ name: 'Control' }, { name: 'Why', kind: 'prose' }];
    const table = tableOf('Controls that are not checked', columns, lines, (line) => [
        controlCell(line),
        { lines: missingCell(line) },
    ]);
    const controls = new Set(lines.map(({ catalogue, control }) => `${catalogue}/${control}`)).size;
    return [{ folded: (0,text_numbers/* counted */.hS)(controls, 'control is not checked', 'controls are not checked'), blocks: [{ table }] }];
}
function tableOf(label, columns, lines, cellsOf) {
    const visible = lines.slice(0, MAX_LINES);
    return {
        label,
        columns,
        rows: visible.map((line) => ({ cells: cellsOf(line), tone: TONES[line.result] })),
        unit: ['control', 'controls'],
        more: lines.length - visible.length,
        moreIn: 'controls.csv',
    };
}
function controlCell({ catalogue, control, title }) {
    return [{ code: `${catalogue}/${control}` }, ` ${(0,display/* shortened */.vI)(title, MAX_TEXT)}`];
}
function numberText(population, name) {
    const number = population[name];
    return number === null ? '' : (0,text_numbers/* count */.U9)(number);
}
function rulesCell({ rules, basis }) {
    const hidden = rules.length - MAX_RULES;
    return [
        ...rules.slice(0, MAX_RULES).map((code) => ({ code })),
        ...(hidden > 0 ? [`and ${(0,text_numbers/* count */.U9)(hidden)} more`] : []),
        ...(basis === 'own' ? [{ note: 'own rules' }] : []),
    ];
}
function missingCell({ missing }) {
    return missing.map((sentence) => (0,display/* shortened */.vI)(sentence, MAX_TEXT));
}

;// CONCATENATED MODULE: ./src/features/unlisted-mailboxes.ts


/** The name of the number of unlisted mailboxes among the counts of a run. */
const UNLISTED_COUNT = 'unlisted';
const COLUMNS = ['MailboxName', 'RecipientTypeDetails', 'WhenCreated'];
/** `unlisted.csv`: the mailboxes that the tenant has and the list lacks, written if everything was listed. */
function unlistedMailboxes({ source }) {
    const { unlisted } = source;
    if (unlisted === undefined || unlisted.mode === 'all')
        return undefined;
    const rows = () => unlisted.isComplete ? unlisted.mailboxes.map(({ address, type, created }) => [address, type, created]) : [];
    return {
        sinks: (folder, csv) => [(0,csv_file/* csvSink */.c9)(external_node_path_default().join(folder, 'unlisted.csv'), COLUMNS, { lastRows: rows }, csv)],
        counts: () => {
            const count = unlistedCount(source);
            return count === undefined ? {} : { [UNLISTED_COUNT]: count };
        },
    };
}
/** How many mailboxes the tenant has that the list lacks. Undefined if the run did not look for them all, or reads them too. */
function unlistedCount({ unlisted }) {
    return unlisted?.isComplete === true && unlisted.mode !== 'all' ? unlisted.count : undefined;
}

;// CONCATENATED MODULE: ./src/features/controls.ts











/** The name of the number of unmet controls among the counts of a run. */
const UNMET_COUNT = 'unmetControls';
const UNMET = ['control not met or unknown', 'controls not met or unknown'];
/** The controls that the rules of the policy decide. Undefined if they decide none. */
function controls(run) {
    const { judge, policy, reports, tables } = run;
    if (judge === undefined || policy?.rules.some((rule) => rule.controls !== undefined) !== true)
        return undefined;
    const counts = new ControlCounts(policy, [...reports, ...tables]);
    const tenant = new TenantSize(run);
    let lines = [];
    return {
        addTable: (result) => {
            counts.addTable(result);
        },
        add: (result) => {
            counts.add(result);
            tenant.add(result);
        },
        tables: [controlsTable(() => lines)],
        sinksAfterRows: (folder, rows) => [evidenceSink(folder, run, () => [lines, judge.exemptions.uses, rows()])],
        conclude: ({ source, outputs }) => {
            const isStopped = source.reader.stoppedBy !== undefined;
            lines = counts.lines({ isStopped, tenant: tenant.size, unlisted: unlistedCount(source) ?? 0 });
            outputs.set({ 'unmet-control-count': unmetControls(lines) });
        },
        controls: () => storedControls(lines),
        sections: () => {
            const section = controlsSection(lines);
            return [
                { section, summary: 'controls', as: 'folded' },
                { section, page: 'controls' },
            ];
        },
        tiles: () => [
            {
                group: 'Result',
                number: unmetControls(lines),
                unit: UNMET,
                tone: 'bad',
                evenZero: true,
                section: CONTROLS_TITLE,
            },
        ],
        counts: () => ({ [UNMET_COUNT]: unmetControls(lines) }),
        trends: [(0,past_run/* findingTrend */.X)('Controls not met or unknown', UNMET_COUNT)],
        json: () => ({ controls: jsonOf(lines) }),
        printed: () => ({ title: CONTROLS_TITLE, rows: printedRows(lines), json: { controls: jsonOf(lines) } }),
    };
}
/** The mailboxes of the tenant, as far as a run knows them. */
class TenantSize {
    #run;
    /** Mailboxes of the list that the tenant does not have, and those of which that is not known. */
    #absent = 0;
    #unknown = 0;
    constructor(run) {
        this.#run = run;
    }
    add({ mailbox, reports, status }) {
        if (reports.some(({ rows }) => rows.some((row) => row.status === 'ok')))
            return;
        if (status === 'not-found' || status === 'no-mailbox')
            this.#absent += 1;
        // Others are mailboxes that the tenant lists.
        else if ((0,mailboxes_mailbox/* isListed */.yy)(mailbox))
            this.#unknown += 1;
    }
    /** Undefined if the run did not list the tenant, or a mailbox of the list may not be of it. */
    get size() {
        const { source } = this.#run;
        const { mailboxes } = source;
        const outside = unlistedCount(source);
        if (this.#unknown > 0 || (outside === undefined && mailboxes.listed === undefined))
            return undefined;
        return mailboxes.length - this.#absent + (outside ?? 0);
    }
}
const TEXTS = ['Catalogue', 'Control', 'Title', 'Subject', 'Result', 'Covered', 'Basis', 'Rules'];
const controls_COLUMNS = [...TEXTS, ...POPULATION.map(display/* capitalized */.l2)];
/** The records of `controls.csv`, the header first. */
function controlRecords(lines) {
    return [controls_COLUMNS, ...lines.map(cellsOf)];
}
/** `controls.csv`. */
function controlsTable(lines) {
    return {
        name: 'controls',
        columns: controls_COLUMNS,
        unit: ['control', 'controls'],
        rowsOf: () => [],
        lastRows: () => lines().map(cellsOf),
    };
}
function cellsOf(line) {
    const { catalogue, control, title, subject, result, covered, basis, rules, population } = line;
    const numbers = POPULATION.map((name) => population[name]);
    return [catalogue, control, title, subject, result, covered, basis, [...rules], ...numbers];
}
/** `evidence.json`. Throws as `createTextFile` does. */
function evidenceSink(folder, run, partsOf) {
    const file = (0,text_file/* createTextFile */.Qz)(external_node_path_default().join(folder, EVIDENCE_FILE));
    let isWritten = false;
    return {
        get path() {
            return isWritten ? file.path : undefined;
        },
        add: () => undefined,
        close: (summary) => {
            const [lines, uses, rows] = partsOf();
            // Of a rows file that could not be written, there is no evidence.
            if (summary === undefined || isWritten || rows === '')
                return file.close();
            isWritten = true;
            const { started, durationMs, result } = summary;
            const end = { ended: new Date(started + durationMs), result };
            return file.close(evidenceText(evidenceOf(headerOf(run), end, lines, uses, rows)));
        },
    };
}
function jsonOf(lines) {
    return lines.map(({ rules, missing, population, ...line }) => {
        return { ...line, rules: [...rules], missing: [...missing], population: { ...population } };
    });
}
/** How many controls have each result, and those that are not met or unknown. */
function printedRows(lines) {
    const unmet = lines.filter(({ result }) => result === 'not-met' || result === 'unknown');
    const byName = new Map(unmet.map((line) => [`${line.catalogue}/${line.control}`, line]));
    return [[resultsText(lines)], ...[...byName].map(([name, { title, result }]) => [name, result, title])];
}

// EXTERNAL MODULE: ./src/totals/highlight-list.ts
var highlight_list = __webpack_require__(67608);
;// CONCATENATED MODULE: ./src/features/highlights.ts




const MAX_MISSING = 100;
/** The highlights of the reports: rows that people look for. They need no policy and never fail the step. */
async function highlights({ reports, started }) {
    return { ...highlightPart, stage: await highlightStage(reports, started) };
}
/** The part of the summary about the highlights. It leaves out those that a rule of the policy repeats. */
const highlightPart = {
    sections: ({ reports }) => {
        const { unruled, missing } = (0,highlight_list/* highlightsOf */.X)(reports);
        return [
            { section: unruled.length === 0 ? undefined : highlightsSection(unruled), summary: 'highlights', as: 'untitled' },
            { section: missing.length === 0 ? undefined : missingSection(missing), summary: 'nothing-found', as: 'folded' },
        ];
    },
    tiles: ({ reports, policy }) => (0,highlight_list/* highlightsOf */.X)(reports).all.map((one) => tileOf(one, policy)),
};
/** Adds to each row the highlights of its report. Undefined if no report has any. */
async function highlightStage(reports, now) {
    if (reports.every(({ highlights: list = [] }) => list.length === 0))
        return undefined;
    const { compileHighlights } = await Promise.all(/* import() */[__webpack_require__.e(501), __webpack_require__.e(213)]).then(__webpack_require__.bind(__webpack_require__, 213));
    const compiled = new Map(reports.map((report) => [report, compileHighlights(report, now, reports)]));
    return (result) => {
        const rowsOf = (0,mailbox_result/* rowsByReport */.BH)(result.reports);
        return {
            ...result,
            reports: result.reports.map((report) => ({
                ...report,
                highlights: compiled.get(report.definition)?.(report.rows, rowsOf),
            })),
        };
    };
}
/** How many rows match each highlight. */
function highlightsSection(list) {
    const rows = list.map(({ title, mailboxes, items }) => {
        const number = (0,text_numbers/* counted */.hS)(mailboxes, 'mailbox', 'mailboxes');
        return { cells: [(0,display/* shortened */.vI)(title, 200), items === '' ? number : `${number}, ${(0,display/* shortened */.vI)(items, 100)}`] };
    });
    const columns = [{ name: 'Highlight' }, { name: 'Found' }];
    const table = { label: 'Highlights', columns, rows, unit: ['highlight', 'highlights'] };
    return { title: 'Highlights', folded: `Highlights: ${(0,text_numbers/* count */.U9)(list.length)}`, blocks: [{ table }] };
}
/** The highlights that no mailbox has. */
function missingSection(titles) {
    const pieces = titles.slice(0, MAX_MISSING).flatMap((title) => ['; ', (0,display/* shortened */.vI)(title, 200)]);
    const folded = `${highlight_list/* NOTHING_FOUND */.d}: ${(0,text_numbers/* count */.U9)(titles.length)}`;
    return { title: highlight_list/* NOTHING_FOUND */.d, folded, blocks: [{ paragraph: [...pieces.slice(1), '.'] }] };
}
function tileOf({ title, topic, counted: unit, mailboxes, items, report, at, rules }, policy) {
    const ofRules = (policy?.verdicts.rules ?? []).filter(({ rule }) => rules.includes(rule.id));
    const note = [items, ...ofRules.map(ruleText)].filter((part) => part !== '').join('; ');
    return {
        group: topic ?? 'Other',
        number: mailboxes,
        tone: ofRules.some(({ failed }) => failed > 0) ? 'bad' : 'warn',
        unit: unit ?? [`mailbox: ${title}`, `mailboxes: ${title}`],
        ...(note === '' ? {} : { note }),
        rows: { report, highlight: at },
    };
}
/** What a rule found, in numbers of mailboxes: `rule no-pop: 4 failed, 1 exempt`. */
function ruleText({ rule, failed, warned, known, exempt }) {
    const results = Object.entries({ failed, warned, known, exempt }).filter(([, number]) => number > 0);
    return `rule ${rule.id}: ${results.map(([result, number]) => `${(0,text_numbers/* count */.U9)(number)} ${result}`).join(', ')}`;
}

// EXTERNAL MODULE: ./src/reports/built-in.ts + 10 modules
var built_in = __webpack_require__(42235);
// EXTERNAL MODULE: ./src/run/section.ts
var section = __webpack_require__(69194);
;// CONCATENATED MODULE: ./src/features/next-steps.ts


const DOCS = 'https://github.com/mailbox-report/mailbox-report/blob/main/docs';
/** What the page of a run without a policy names to add next. Undefined with a policy. */
function nextSteps(reports, hasPolicy) {
    if (hasPolicy)
        return undefined;
    const title = 'What to add next';
    const more = reportsToAdd(reports);
    const items = [
        ...(more.length === 0 ? [] : [reportItem(more)]),
        [
            { strong: 'A policy' },
            ': rules that fail the run, and commands that correct what violates them. ',
            { link: 'Policies', url: `${DOCS}/policy.md` },
        ],
        [
            { strong: 'A schedule' },
            ': each run is then compared with the one before, and shows what is new. ',
            { link: 'The first month', url: `${DOCS}/first-month.md` },
        ],
    ];
    return {
        sections: () => [{ section: { title, short: 'Next', folded: title, blocks: [{ items }] }, page: 'next-steps' }],
    };
}
function reportItem(names) {
    const codes = (0,section/* piecesOf */.Xe)((0,section/* namesOf */.eZ)(names, (code) => ({ code })));
    return [{ strong: 'More reports' }, ' with the permissions that this run has: ', ...codes, '.'];
}
/** Reports of Graph with something to look for, which need no other permission than those of the run. */
function reportsToAdd(reports) {
    const permissions = new Set(reports.flatMap((report) => report.permissions));
    return [...built_in/* builtInReports */.vc.values()]
        .filter(({ name, permissions: needed, highlights = [] }) => {
        const isNew = reports.every((report) => report.name !== name);
        return isNew && highlights.length > 0 && needed.length > 0 && needed.every((one) => permissions.has(one));
    })
        .map(({ name }) => name);
}

// EXTERNAL MODULE: ./src/totals/report-counts.ts
var report_counts = __webpack_require__(68034);
;// CONCATENATED MODULE: ./src/features/outside-senders.ts







const TITLE = 'Who sends mail outside';
const OPEN_ROWS = 10;
/** The built-in reports that show how mailboxes send mail outside. */
const WAYS = [...built_in/* builtInReports */.vc.values()].flatMap(({ name, rows, highlights = [] }) => {
    const sends = highlights.flatMap((highlight) => highlight.sends ?? []);
    return sends.map((way) => ({ name, way: rows === undefined ? way : (0,text_numbers/* pluralOf */._l)(way) }));
});
/** Mailboxes that are named. The tables have all of them. */
const MAX_MAILBOXES = 200;
const MAX_TARGETS = 3;
const MAX_LENGTH = 200;
/** Who sends mail out of the tenant. Undefined if no report of the run shows such mailboxes. */
function outsideSenders(reports) {
    const sending = reports.filter(({ highlights = [] }) => highlights.some(({ sends }) => sends !== undefined));
    const ways = sending.flatMap(({ highlights = [] }) => highlights.flatMap(({ sends }) => sends ?? []));
    if (ways.length === 0)
        return undefined;
    const others = WAYS.filter(({ name }) => reports.every((report) => report.name !== name));
    const by = others.length === 0 ? 'by any way' : `by ${(0,text_numbers/* listed */.KE)([...new Set(ways)], 'or')}`;
    // Numbers by other ways do not compare.
    const countName = `sendingOutside: ${sending.map(({ name }) => name).join(', ')}`;
    const senders = new OutsideSenders();
    return {
        add: (result) => {
            senders.add(result);
        },
        sections: (summary) => [{ section: sendersSection(senders, summary.reports), page: 'outside-senders' }],
        counts: () => ({ [countName]: senders.mailboxes }),
        trends: [(0,past_run/* findingTrend */.X)(`Mailboxes that send mail outside, ${by}`, countName)],
        tiles: () => [
            {
                group: 'Forwarding',
                number: senders.mailboxes,
                tone: 'warn',
                evenZero: true,
                unit: [`mailbox sends mail outside, ${by}`, `mailboxes send mail outside, ${by}`],
                ...(others.length === 0
                    ? {}
                    : {
                        note: `not read: ${(0,text_numbers/* listed */.KE)(others.map(({ way }) => way), 'and')}`,
                    }),
                section: TITLE,
            },
        ],
    };
}
/** Counts the mailboxes that send mail out of the tenant in any way that the reports show. Bounded memory. */
class OutsideSenders {
    /** Each once, whatever its ways. */
    mailboxes = 0;
    /** The first ones, in the order of the list. */
    named = [];
    add({ mailbox: { address }, reports }) {
        const ways = reports.flatMap(({ definition, rows, highlights }) => (definition.highlights ?? []).flatMap(({ sends, columns }, index) => {
            if (sends === undefined)
                return [];
            const matches = (0,report_counts/* highlightedRows */.vs)(rows, highlights, index);
            if (matches.length === 0)
                return [];
            const [column = ''] = columns;
            const view = (0,row_view/* rowViewer */.jt)(Object.keys(definition.columns));
            const targets = new Set(matches.map((row) => (0,display/* shortened */.vI)((0,row_view/* shownText */.f$)(view(row).cell(column)), MAX_LENGTH)));
            return [{ way: sends, rows: matches.length, targets: [...targets].slice(0, MAX_TARGETS) }];
        }));
        if (ways.length === 0)
            return;
        this.mailboxes += 1;
        if (this.named.length < MAX_MAILBOXES)
            this.named.push({ address, ways });
    }
}
/** The mailboxes that send mail out of the tenant, and the ways that the run did not read. */
function sendersSection(senders, reports) {
    const { mailboxes, named } = senders;
    const total = (0,text_numbers/* counted */.hS)(mailboxes, 'mailbox sends', 'mailboxes send');
    const ways = (0,highlight_list/* highlightsOf */.X)(reports).all.flatMap(({ sends, report, at, ...counts }) => {
        if (sends === undefined)
            return [];
        const number = (0,text_numbers/* counted */.hS)(counts.mailboxes, 'mailbox', 'mailboxes');
        const items = counts.items === '' ? '' : ` (${counts.items})`;
        return [', ', { about: `${number} by ${sends}${items}`, rows: { report, highlight: at } }];
    });
    const paragraph = [`${total} mail outside${ways.length === 0 ? '' : ': '}`, ...ways.slice(1), '.'];
    const title = TITLE;
    const blocks = [{ paragraph }, ...notRead(reports), ...(named.length === 0 ? [] : [{ table: outside_senders_tableOf(senders) }])];
    return { title, short: 'Forwarding', folded: `${title}: ${(0,text_numbers/* counted */.hS)(mailboxes, 'mailbox', 'mailboxes')}`, blocks };
}
/** An unread mailbox may send mail outside, and so may any mailbox in a way whose report is not in the run. */
function notRead(reports) {
    return WAYS.flatMap(({ name, way }) => {
        const report = reports.find((one) => one.name === name);
        if (report === undefined)
            return [{ paragraph: ['Not known: ', way, '. Add the report ', { code: name }, '.'] }];
        const mailboxCount = (0,text_numbers/* counted */.hS)(report.unreadable, 'mailbox', 'mailboxes');
        return report.unreadable === 0
            ? []
            : [{ paragraph: `Not known: ${way} of ${mailboxCount} that could not be read.` }];
    });
}
function outside_senders_tableOf({ mailboxes, named }) {
    const rows = named.map(({ address, ways }) => ({
        cells: [
            { mailbox: address },
            { lines: ways.map(({ way, rows: rowCount }) => (rowCount === 1 ? way : `${way} (${rowCount})`)) },
            { lines: ways.map(({ targets }) => targets.join(', ')) },
        ],
    }));
    return {
        label: TITLE,
        rows,
        unit: ['mailbox', 'mailboxes'],
        open: OPEN_ROWS,
        more: mailboxes - rows.length,
        columns: [{ name: 'Mailbox' }, { name: 'By', kind: 'short' }, { name: 'To', kind: 'prose' }],
    };
}

// EXTERNAL MODULE: ./src/features/policy-upkeep.ts
var policy_upkeep = __webpack_require__(78542);
// EXTERNAL MODULE: ./src/features/policy-sections.ts
var policy_sections = __webpack_require__(89946);
;// CONCATENATED MODULE: ./src/features/policy-verdicts.ts






/** Rules with a chart; the rows files have the numbers of all. */
const policy_verdicts_MAX_RULES = 24;
/** The verdicts of the policy. Undefined without a policy. */
function policyVerdicts({ judge }) {
    if (judge === undefined)
        return undefined;
    let ofTables = () => undefined;
    return {
        ...policyPart,
        tableStage: (result, all) => {
            ofTables = (0,policy_stage/* rowsOfTables */.Qb)(all);
            return (0,policy_stage/* tablePolicyStage */.zd)(judge)(result, all);
        },
        stage: (0,policy_stage/* policyStage */.Dg)(judge, (name) => ofTables(name)),
    };
}
/** The part of the summary about the rules, and the mailboxes that violate them. */
const policyPart = {
    sections: (summary, view) => {
        const { policy, lines } = summary;
        if (policy === undefined)
            return [];
        const violating = view.detail === 'full' ? (0,policy_sections/* violatingSection */.jX)(policy, lines) : undefined;
        const rules = (0,policy_sections/* rulesSection */.bg)(policy, view.detail);
        const inSummary = view.hasPage ? [...rules.blocks, ...(0,policy_sections/* correction */.rd)(policy, 'summary')] : rules.blocks;
        const onPage = [...rules.blocks, ...(0,policy_sections/* correction */.rd)(policy, 'page'), ...ruleTrends(policy, allRuns(summary))];
        return [
            { section: { ...rules, blocks: inSummary }, summary: 'rules', as: 'untitled' },
            { section: { ...rules, blocks: onPage }, page: 'rules' },
            { section: violating, summary: 'violations', as: 'folded', page: 'violations' },
        ];
    },
    trends: [(0,past_run/* findingTrend */.X)('Violations', 'violations'), (0,past_run/* findingTrend */.X)('Warnings', 'warnings')],
    counts: ({ policy }) => (policy === undefined ? {} : policy_verdicts_ruleCounts(policy)),
    tiles: ({ policy }) => (policy === undefined ? [] : verdictTiles(policy)),
};
function verdictTiles({ verdicts, baseline }) {
    const tile = (verdict, view, noun) => {
        const [number, findings] = [verdicts.total(verdict), verdicts.findings(verdict)];
        return {
            group: 'Result',
            number,
            unit: [noun, `${noun}s`],
            ...(findings === number ? {} : { note: (0,text_numbers/* counted */.hS)(findings, 'finding', 'findings') }),
            rows: { report: 'violations', view },
        };
    };
    return [
        { ...tile('failed', 'fail', 'violation'), tone: 'bad', evenZero: true },
        { ...tile('warned', 'warn', 'warning'), tone: 'warn' },
        { ...tile('known', 'known', 'known violation'), evenZero: baseline !== undefined },
        tile('exempt', 'exempt', 'exempt violation'),
    ];
}
/** How many mailboxes violate each rule. A rule that could not be decided for any mailbox has no count. */
function policy_verdicts_ruleCounts({ verdicts }) {
    return Object.fromEntries(verdicts.rules.flatMap(({ rule, failed, warned, passed, known, exempt, inconclusive }) => {
        const decided = failed + warned + passed + known + exempt;
        return decided === 0 && inconclusive > 0 ? [] : [[countName(rule.id), failed + warned]];
    }));
}
function countName(rule) {
    return `rule: ${rule}`;
}
/** How often mailboxes violated each rule over the runs, for rules with violations in any of them. */
function ruleTrends({ verdicts }, runs) {
    if (runs.length < 2)
        return [];
    const trends = verdicts.rules
        .toSorted(policy_sections/* mostFailedFirst */.dd)
        .map(({ rule }) => (0,past_run/* findingTrend */.X)(rule.id, countName(rule.id)))
        .filter(({ of }) => runs.some(({ counts }) => (of(counts) ?? 0) > 0));
    if (trends.length === 0)
        return [];
    const line = `Each rule over ${(0,text_numbers/* counted */.hS)(runs.length, 'run', 'runs')}`;
    const hidden = trends.length - policy_verdicts_MAX_RULES;
    return [
        ...trendBlocks('Mailboxes that violate each rule', runs, trends.slice(0, policy_verdicts_MAX_RULES), { line, of: 'all' }),
        ...(hidden > 0 ? [{ paragraph: `${(0,text_numbers/* count */.U9)(hidden)} more rules have no chart.` }] : []),
    ];
}

// EXTERNAL MODULE: ./src/applications/application-rows.ts
var application_rows = __webpack_require__(49499);
// EXTERNAL MODULE: ./src/text/through.ts
var through = __webpack_require__(41794);
// EXTERNAL MODULE: ./src/reports/built-in/applications-of-tenant.ts
var applications_of_tenant = __webpack_require__(67556);
;// CONCATENATED MODULE: ./src/features/reaching-applications.ts







const reaching_applications_TITLE = 'Applications that reach mailboxes';
const YEAR_MS = 365 * text_numbers/* DAY_MS */.sO;
/** Applications that are named. The file has all of them. */
const MAX_ROWS = 50;
/** Columns of texts that people choose, of any length. */
const NAMES = ['Application', 'Publisher', 'Scope', 'Owners'];
/** Of the columns of the file, those that the section has, with their names there. */
const SHOWN = {
    Application: 'Application',
    Publisher: 'Publisher',
    Permission: 'Permission',
    Scope: 'Scope',
    LastSignIn: 'Last sign-in',
    Owners: 'Owners',
    CredentialExpiresOn: 'Credential expires',
    Enabled: 'Enabled',
};
/** The applications of the tenant as a section. Undefined if the run does not read them. */
function reachingApplications({ tables, started }) {
    if (tables.every(({ name }) => name !== applications_of_tenant/* applicationsOfTenant */.B.name))
        return undefined;
    let rows = [];
    return {
        addTable: (result) => {
            if (result.definition.name !== applications_of_tenant/* applicationsOfTenant */.B.name)
                return;
            // A row for those that may be missing is no application.
            rows = (0,table_result/* readRowsOf */.ho)(result).flatMap(({ cells, incomplete }) => (incomplete?.size === cells.length ? [] : [cells]));
        },
        sections: (_, { detail }) => [
            {
                section: sectionOf(rows, (0,application_rows/* readersOfAll */.X3)(rows), started, detail === 'full'),
                summary: 'applications',
                as: 'folded',
                page: 'applications',
            },
        ],
        tiles: () => [
            {
                group: 'Access',
                number: (0,application_rows/* readersOfAll */.X3)(rows).length,
                tone: 'warn',
                unit: ['application can read all mail', 'applications can read all mail'],
                section: reaching_applications_TITLE,
            },
        ],
    };
}
function sectionOf(rows, readers, now, namesApplications) {
    if (rows.length === 0)
        return undefined;
    const total = (0,text_numbers/* counted */.hS)(rows.length, 'application has permissions', 'applications have permissions');
    const reading = (0,text_numbers/* counted */.hS)(readers.length, 'application', 'applications');
    const paragraph = `${total} that reach mailboxes. ${reading} can read all mail.`;
    return {
        title: reaching_applications_TITLE,
        short: 'Applications',
        folded: `${reaching_applications_TITLE}: ${(0,text_numbers/* count */.U9)(rows.length)}, of which ${(0,text_numbers/* count */.U9)(readers.length)} can read all mail`,
        blocks: [
            { paragraph },
            ...unusedOnes(readers, now, namesApplications),
            ...(namesApplications ? [{ table: reaching_applications_tableOf(rows) }] : []),
        ],
    };
}
/** Applications that can read all mail and have not signed in for a year. */
function unusedOnes(readers, now, namesApplications) {
    const unused = readers.filter(({ lastSignIn }) => lastSignIn !== undefined && now - lastSignIn > YEAR_MS);
    if (unused.length === 0)
        return [];
    const subject = (0,text_numbers/* counted */.hS)(unused.length, 'application is', 'applications are');
    const names = (0,section/* namesOf */.eZ)(unused.map(through/* fullName */.fq), (name) => name);
    const text = `${subject} unused for a year and can read all mail`;
    return [
        { paragraph: namesApplications ? [{ strong: text }, ': ', ...(0,section/* piecesOf */.Xe)(names), '.'] : [{ strong: text }, '.'] },
    ];
}
function reaching_applications_tableOf(rows) {
    const columns = application_rows/* APPLICATION_COLUMNS */.NK.flatMap((column, at) => {
        const name = SHOWN[column];
        const kind = NAMES.includes(column) ? 'name' : 'short';
        return name === undefined ? [] : [{ name, kind, at }];
    });
    return {
        label: reaching_applications_TITLE,
        columns: columns.map(({ name, kind }) => ({ name, kind })),
        rows: rows.slice(0, MAX_ROWS).map((cells) => ({
            cells: columns.map(({ at }) => {
                const value = cells[at] ?? null;
                return Array.isArray(value) ? { lines: value.map((one) => (0,display/* cellText */.Ie)(one)) } : (0,display/* cellText */.Ie)(value);
            }),
        })),
        unit: ['application', 'applications'],
        open: 10,
        ...(rows.length > MAX_ROWS ? { more: rows.length - MAX_ROWS, moreIn: `${applications_of_tenant/* applicationsOfTenant */.B.name}.csv` } : {}),
    };
}

// EXTERNAL MODULE: ./src/mailboxes/identities.ts
var identities = __webpack_require__(31600);
// EXTERNAL MODULE: ./src/reports/built-in/calendar-permissions.ts
var calendar_permissions = __webpack_require__(42177);
// EXTERNAL MODULE: ./src/reports/built-in/mailbox-permissions.ts
var mailbox_permissions = __webpack_require__(38125);
// EXTERNAL MODULE: ./src/text/rights.ts
var rights = __webpack_require__(87888);
// EXTERNAL MODULE: ./src/policy/register/register.ts
var register = __webpack_require__(34053);
// EXTERNAL MODULE: ./src/policy/register/register-entry.ts
var register_entry = __webpack_require__(7468);
// EXTERNAL MODULE: ./src/policy/register/row-right.ts
var row_right = __webpack_require__(57205);
;// CONCATENATED MODULE: ./src/policy/register/line-occurrence.ts








/** The report that has each right as it is granted. */
function reportOf({ right }) {
    return right.startsWith(rights/* CALENDAR_RIGHT */.oS) ? calendar_permissions/* calendarPermissions */.hU.name : mailbox_permissions/* mailboxPermissions */.b.name;
}
/**
 * Finds which entries of a register occur among the mailboxes of a report, read or kept. Add each mailbox with its rows in
 * `mailbox-permissions` and in `calendar-permissions`; other reports are ignored.
 */
class LineOccurrences {
    #readsTrustees;
    #tracked;
    #ofEvery;
    /** By names of mailboxes and by `MailboxId`, in lower case. */
    #byMailbox = new Map();
    /** @param readsTrustees as `compared` has it */
    constructor(entries, readsTrustees) {
        this.#readsTrustees = readsTrustees;
        this.#tracked = entries.map((entry) => ({ entry, occurs: false, isRead: false, isPossible: false }));
        this.#ofEvery = this.#tracked.filter(({ entry }) => entry.mailbox === register_entry/* EVERY_MAILBOX */.hT);
        for (const tracked of this.#tracked) {
            const { mailbox, mailboxId } = tracked.entry;
            if (mailbox === register_entry/* EVERY_MAILBOX */.hT)
                continue;
            for (const key of new Set([mailbox.toLowerCase(), mailboxId])) {
                if (key !== '')
                    this.#byMailbox.set(key, [...(this.#byMailbox.get(key) ?? []), tracked]);
            }
        }
    }
    /** @param rows those about an item; undefined if the report of the mailbox could not be read, or not as a whole */
    add(mailbox, report, rows) {
        const keys = [...mailbox.names.map(baseline_entry/* writtenText */.v4), ...(0,identities/* idsOf */.U)(mailbox.ids)];
        const named = keys.flatMap((key) => this.#byMailbox.get(key.toLowerCase()) ?? []);
        const all = new Set([...named, ...this.#ofEvery]);
        const concerned = [...all].filter(({ entry }) => reportOf(entry) === report && (0,register/* comparedMailbox */._U)(entry, mailbox).result !== 'other');
        if (concerned.length === 0)
            return;
        const rights = rows?.map((row) => (0,row_right/* rightOfRow */.uW)(report, row));
        const isUnread = rights === undefined || rights.some(({ kind }) => kind === 'unknown');
        for (const tracked of concerned) {
            tracked.isRead = true;
            if (isUnread || (0,register/* comparedMailbox */._U)(tracked.entry, mailbox).result === 'not-known')
                tracked.isPossible = true;
        }
        for (const right of rights ?? [])
            if (right.kind === 'right')
                this.#addRight(right, mailbox, concerned);
    }
    #addRight(right, mailbox, concerned) {
        const results = concerned.map((tracked) => {
            return { tracked, result: (0,register/* compared */.mU)(tracked.entry, mailbox, right, this.#readsTrustees).result };
        });
        const isOfOne = results.some(({ result }) => result === 'same');
        for (const { tracked, result } of results) {
            if (result === 'same')
                tracked.occurs = true;
            // A report has one name for a trustee, so that a right of one entry is not that of an entry with another name.
            const isNamed = tracked.entry.trustee.toLowerCase() === right.trustee.toLowerCase();
            if (result === 'not-known' && (isNamed || !isOfOne))
                tracked.isPossible = true;
        }
    }
    /** The entries with this result, in their order. An entry about every mailbox is `no` only if all that were added were read. */
    with(occurrence) {
        return this.#tracked.filter((tracked) => occurrenceOf(tracked) === occurrence).map(({ entry }) => entry);
    }
}
function occurrenceOf({ occurs, isRead, isPossible }) {
    if (occurs)
        return 'yes';
    return isRead && !isPossible ? 'no' : 'unknown';
}

// EXTERNAL MODULE: ./src/mailboxes/list.ts + 5 modules
var list = __webpack_require__(29258);
// EXTERNAL MODULE: ./src/run/registered-rows.ts
var registered_rows = __webpack_require__(25167);
;// CONCATENATED MODULE: ./src/features/register-upkeep.ts








const register_upkeep_MAX_LINES = 200;
/** What of the register no longer occurs. Undefined without a register, and of single mailboxes, which say nothing about one for all. */
function registerUpkeep({ judge, source, reports }) {
    const register = judge?.register;
    if (judge === undefined || register === undefined || (0,list/* namedAddresses */.Sb)(source.mailboxes) !== undefined)
        return undefined;
    const entries = register.register.files.flatMap((file) => file.entries);
    const occurrences = new LineOccurrences(entries, (0,registered_rows/* readsTrustees */.xv)(reports));
    let gone;
    const goneLines = () => (gone ??= occurrences.with('no'));
    return {
        add: (result) => {
            const mailbox = (0,registered_rows/* registeredMailbox */.dJ)(result, judge, (0,policy_stage/* readNames */.r6)(result));
            for (const { definition, rows } of result.reports) {
                const isUnread = (0,reports_rows/* unreadableRow */.Oj)(rows) !== undefined;
                occurrences.add(mailbox, definition.name, isUnread ? undefined : (0,registered_rows/* rowsOfRights */.s4)(definition, rows));
            }
        },
        sections: ({ lines: url }, { detail }) => {
            const lines = goneLines();
            const section = lines.length === 0 ? undefined : goneSection(lines, detail, url);
            return [{ section, summary: 'register', as: 'folded', page: 'register' }];
        },
        conclude: ({ warnings }) => {
            const lines = goneLines();
            const [first] = lines;
            if (first === undefined)
                return;
            const { file, line } = first;
            warnings.add(`${goneText(lines.length)}: ${placesText(lines)}. ${REMOVE}`, { file, line });
        },
    };
}
const REMOVE = 'Remove the lines, or run "mailbox-report register prune".';
function goneText(lines) {
    return (0,text_numbers/* counted */.hS)(lines, 'line of the register no longer occurs', 'lines of the register no longer occur');
}
/** The places of lines: `grants.csv, lines 2, 3; sales.csv, line 7`. */
function placesText(lines) {
    const files = [...Map.groupBy(lines, ({ file }) => file)].map(([file, ofFile]) => {
        const numbers = ofFile.map(({ line }) => String(line));
        return `${file}, ${ofFile.length === 1 ? 'line' : 'lines'} ${(0,text_numbers/* someNames */.Xq)(numbers, String)}`;
    });
    return (0,text_numbers/* someNames */.Xq)(files, String);
}
/** @param url the web address of a line, if it is known */
function goneSection(lines, detail, url) {
    const title = 'Rights in the register that no longer occur';
    const names = detail === 'full' ? ['Mailbox', 'Trustee', 'Reason', 'Owner'] : [];
    const rows = lines.slice(0, register_upkeep_MAX_LINES).map((entry) => {
        const { mailbox, trustee, right, reason, owner } = entry;
        const full = [{ mailbox }, (0,display/* shortened */.vI)(trustee, 200), (0,display/* shortened */.vI)(reason, 200), (0,display/* shortened */.vI)(owner, 200)];
        return { cells: [(0,section/* placeInList */.fs)(url, entry), right, ...(detail === 'full' ? full : [])] };
    });
    const columns = ['Line', 'Right', ...names].map((name) => ({ name }));
    const table = { label: title, columns, rows, unit: ['line', 'lines'], more: lines.length - rows.length };
    return {
        title,
        short: 'Register',
        folded: `${title}: ${(0,text_numbers/* count */.U9)(lines.length)}`,
        blocks: [{ paragraph: `They are among mailboxes that were read. ${REMOVE}` }, { table }],
    };
}

;// CONCATENATED MODULE: ./src/features/retirement-notices.ts



const retirement_notices_OPEN_ROWS = 5;
/** Mailboxes are named if they are fewer than one in so many. */
const MIN_SHARE = 10;
/** The retirements of Microsoft, and the mailboxes that they affect. */
const retirementNotices = {
    sections: ({ reports, started }) => [
        { section: retirementsSection(reports, started, false), summary: 'retirements', as: 'open' },
        { section: retirementsSection(reports, started, true), page: 'retirements' },
    ],
};
/**
 * The retirements that are to come, or that affect or may affect a mailbox, each in a line. Undefined if there is none.
 *
 * @param now when the run started
 * @param isPage whether mailboxes may be named
 */
function retirementsSection(reports, now, isPage) {
    const retirements = reports
        .flatMap((report) => report.retirements.flatMap((counts) => counts.ends === undefined ? [] : [{ report, ends: counts.ends, counts }]))
        .filter(({ ends, counts: { mailboxes, possible } }) => mailboxes + possible > 0 || isToCome(ends, now))
        .toSorted((one, other) => one.ends.order - other.ends.order);
    if (retirements.length === 0)
        return undefined;
    const affecting = retirements.filter(({ counts }) => counts.mailboxes > 0).length;
    const lines = retirements.map((one) => ({ one, line: lineOf(one, now) }));
    return {
        title: 'Retirements',
        folded: `Retirements: ${(0,text_numbers/* count */.U9)(affecting)} with affected mailboxes`,
        blocks: isPage
            ? lines.flatMap(({ one, line }) => [{ paragraph: line }, ...namesIn(one)])
            : [{ items: lines.map(({ line }) => line) }],
    };
}
/** What ends when, and how many mailboxes are affected. */
function lineOf({ report, ends, counts }, now) {
    const { title, mailboxes, possible } = counts;
    const number = mailboxes === 0 ? 'No mailbox' : (0,text_numbers/* counted */.hS)(mailboxes, 'mailbox', 'mailboxes');
    const about = `${number} ${ends.phrase}`;
    const word = mailboxes > 0 ? 'more ' : '';
    const isCertain = mailboxes > 0 || possible === 0;
    return [
        { strong: (0,display/* shortened */.vI)(title, 200) },
        `: ${dateSentence(ends, now)}. `,
        ...(isCertain ? [{ about, rows: { report: report.name, view: ends.view } }, '. '] : []),
        ...(possible === 0 ? [] : [`It is unknown for ${(0,text_numbers/* counted */.hS)(possible, `${word}mailbox`, `${word}mailboxes`)}. `]),
        { link: 'Source', url: ends.source },
        `, as of ${ends.asOf}.`,
    ];
}
/** The affected mailboxes, if they are few, with the cells in which they differ, and with other addresses than those of the list. */
function namesIn({ report, counts: { title, mailboxes, affected, columns } }) {
    if (mailboxes === 0 || mailboxes * MIN_SHARE >= report.read + report.unreadable)
        return [];
    const differing = columns.flatMap((name, at) => {
        const texts = affected.map(([, ...cells]) => cells[at] ?? '');
        const hasOther = affected.some(([mailbox], row) => isOtherAddress(texts[row] ?? '', mailbox));
        return hasOther || new Set(texts).size > 1 ? [{ name, texts }] : [];
    });
    const table = {
        label: title,
        columns: [{ name: 'Mailbox' }, ...differing.map(({ name }) => ({ name }))],
        open: retirement_notices_OPEN_ROWS,
        more: mailboxes - affected.length,
        unit: ['mailbox', 'mailboxes'],
        rows: affected.map(([mailbox], at) => ({
            cells: [{ mailbox }, ...differing.map(({ texts }) => (0,display/* shortened */.vI)(texts[at] ?? '', 200))],
        })),
    };
    return [{ table }];
}
function isOtherAddress(text, mailbox) {
    return (0,address/* isAddress */.PW)(text) && text.toLowerCase() !== mailbox.toLowerCase();
}
/** The next date, else the last: `Basic authentication for SMTP AUTH is off by default in 33 days`. */
function dateSentence({ what, announced, defaultOff, removed }, now) {
    if (defaultOff !== undefined && !isPast(defaultOff, now))
        return `${what} is off by default ${when(defaultOff, now)}`;
    if (removed !== undefined)
        return `${what} ${isPast(removed, now) ? `ended ${dated(removed)}` : `ends ${when(removed, now)}`}`;
    if (defaultOff !== undefined)
        return `${what} has been off by default since ${dayText(defaultOff)}`;
    return announced === undefined ? `${what} will end` : `${what} will end, as announced ${dated(announced)}`;
}
function isToCome({ defaultOff, removed }, now) {
    return [defaultOff, removed].some((date) => date !== undefined && !isPast(date, now));
}
/** Whether a day, or the first day of a month, is over. */
function isPast(date, now) {
    return (0,text_numbers/* daysUntil */.AQ)(date, now) < 0;
}
function when(date, now) {
    if (isMonth(date))
        return dated(date);
    const days = (0,text_numbers/* daysUntil */.AQ)(date, now);
    return days === 0 ? 'today' : `in ${(0,text_numbers/* counted */.hS)(days, 'day', 'days')}`;
}
function dated(date) {
    return `${isMonth(date) ? 'in' : 'on'} ${dayText(date)}`;
}
function dayText(date) {
    if (!isMonth(date))
        return date;
    return new Date(date).toLocaleDateString('en-US', { month: 'long', year: 'numeric', timeZone: 'UTC' });
}
function isMonth(date) {
    return date.length === 7;
}

;// CONCATENATED MODULE: ./src/features/tenant-tables.ts




const LONGEST_CELL = 300;
/** Items of a list that are shown. */
const MAX_ITEMS = 20;
const NOT_KNOWN = 'not known';
/** Tables with one row as sections: the row says enough. Undefined if the run has none. */
function tenantTables({ tables }) {
    if (!tables.some(({ rows }) => rows === undefined))
        return undefined;
    const sections = [];
    return {
        addTable: (result) => {
            if (result.definition.rows === undefined)
                sections.push(tenant_tables_sectionOf(result));
        },
        // Cells may name mailboxes.
        sections: (_, { detail }) => detail === 'counts'
            ? []
            : sections.map((section) => ({ section, summary: 'tenant', as: 'folded', page: 'tenant' })),
    };
}
function tenant_tables_sectionOf(result) {
    const { definition, error } = result;
    const title = (0,display/* capitalized */.l2)(definition.name.replaceAll('-', ' '));
    const [row] = (0,table_result/* readRowsOf */.ho)(result);
    const rows = Object.keys(definition.columns).map((name, at) => {
        const cell = row && (0,row_view/* cellAt */.G0)(row, at);
        const value = (0,known/* shownOf */.Rp)(cell) ?? null;
        const more = cell?.isKnown === true ? [] : [NOT_KNOWN];
        if (Array.isArray(value)) {
            const lines = value.slice(0, MAX_ITEMS).map((item) => (0,display/* shortened */.vI)((0,display/* cellText */.Ie)(item), LONGEST_CELL));
            const hidden = value.length > MAX_ITEMS ? [`and ${value.length - MAX_ITEMS} more`] : [];
            return { cells: [name, { lines: [...lines, ...hidden, ...more] }] };
        }
        return { cells: [name, cell?.isKnown === true ? (0,display/* shortened */.vI)((0,display/* cellText */.Ie)(value), LONGEST_CELL) : NOT_KNOWN] };
    });
    const table = {
        label: title,
        columns: [{ name: 'Setting', kind: 'short' }, { name: 'Value' }],
        rows,
        unit: ['setting', 'settings'],
        moreIn: `${definition.name}.csv`,
        open: 10,
    };
    const unread = error === '' ? [] : [{ paragraph: `Not read: ${(0,display/* shortened */.vI)(error, LONGEST_CELL)}` }];
    return { title, folded: title, blocks: row === undefined ? unread : [...unread, { table }] };
}

;// CONCATENATED MODULE: ./src/actions/features.ts













/**
 * The features of a run, in the order of their stages, files and lines of the log. Rejects as `comparison` does. Close all of
 * them.
 */
async function featuresOf(run) {
    const highlighting = await highlights(run);
    // Last, since it has files to remove.
    const compared = await comparison(run);
    return [
        policyVerdicts(run),
        compared,
        controls(run),
        (0,policy_upkeep/* policyUpkeep */.Hs)(run),
        registerUpkeep(run),
        run_history_history,
        outsideSenders(run.reports),
        reachingApplications(run),
        tenantTables(run),
        highlighting,
        retirementNotices,
        nextSteps(run.reports, run.policy !== undefined),
        unlistedMailboxes(run),
    ].filter((feature) => feature !== undefined);
}

// EXTERNAL MODULE: ./src/actions/log-lists.ts
var log_lists = __webpack_require__(57101);
// EXTERNAL MODULE: ./src/actions/run-action.ts
var run_action = __webpack_require__(31737);
;// CONCATENATED MODULE: ./src/actions/run-shard.ts


















/**
 * Reads a shard, uploads its rows for the merge action, if the server has artifacts, and returns the result. It neither judges nor compares: the result is
 * `pass`, also with unreadable mailboxes and tables, `incomplete` after a cancelled run, or `error`.
 *
 * @param place the shard in the whole list, of which the source reads it; with `mailboxes: all`, its positions
 * @param onFiles receives the path of the rows file, once it is complete
 */
async function runShard(run, { shard, list, positions, recent }, onFiles) {
    const { inputs, step, runner, outputs, warnings, source, reports, tables, started, policy, origin } = run;
    const { core, now, signal } = runner;
    const { reader, throttling } = source;
    const folder = await (0,output_directory/* createOutputDirectory */.n)(inputs.outputDirectory, step);
    outputs.set({ 'mailbox-count': source.mailboxes.length, 'output-directory': folder });
    const header = (0,rows_header/* rowsHeader */.xG)({ step, started, reports, tables, policy, list, shard, positions, recent, ...origin });
    const sink = new RowsSink(external_node_path_default().join(folder, rows_file/* ROWS_FILE */.ZX), header);
    try {
        const totals = new totals_totals/* Totals */.s(reports, undefined);
        await (0,log/* logGroup */.QT)(core, 'Read the mailboxes', () => {
            core.info(`Shard ${shard.number} of ${shard.of}: ${(0,text_numbers/* count */.U9)(source.mailboxes.length)} of ${(0,text_numbers/* counted */.hS)(list.length, 'mailbox', 'mailboxes')}`);
            const progress = { reader, waits: () => throttling().waits, total: source.mailboxes.length };
            return (0,pipeline/* runPipeline */.a)({
                source: (0,outputs_progress/* logProgress */.s)(runner, progress),
                reports,
                stages: [],
                receivers: [totals, sink],
                tables,
                tableAnswers: source.tables,
            });
        });
        const { read, unreadable, total } = totals.mailboxes;
        const durationMs = now() - started;
        outputs.set({ 'read-count': read, 'unreadable-count': unreadable });
        core.info((0,log/* logText */.kc)(`Read ${(0,text_numbers/* count */.U9)(read)} of ${(0,text_numbers/* counted */.hS)(total, 'mailbox', 'mailboxes')} in ${(0,text_numbers/* duration */.p0)(durationMs)}`));
        const { stoppedBy } = reader;
        const outcome = (0,run_result/* resultOf */.Bg)(
        // The merge decides about tables, as about mailboxes.
        { ...totals.counts, tables: undefined }, { allowed: undefined, failOn: 'never' }, stoppedBy && (0,annotations/* shownReason */.On)(stoppedBy, inputs.summary));
        const failure = await deliverRows(run, shard, sink, {
            counts: { mailboxes: total, read, unreadable },
            ended: new Date(started + durationMs),
            throttling: throttling(),
            warnings: warnings.messages,
            result: outcome.result,
            stoppedBy,
            cancelled: signal.aborted,
        });
        const result = failure === undefined ? outcome : (0,run_result/* errorResult */.WG)(failure);
        if (failure === undefined)
            onFiles?.([sink.path]);
        outputs.set({ result: result.result });
        if (inputs.summary !== 'none') {
            await (0,job_summary/* writeStepSummary */.oG)(core, step.summaryFile, (0,job_summary/* shardSummary */.LF)({ shard, result, mailboxes: totals.mailboxes }));
        }
        if (result.fails)
            (0,annotations/* annotateError */.TF)(core, result.reason);
        core.info((0,log/* logText */.kc)(`Result: ${result.result}${result.reason === undefined ? '' : `. ${result.reason.message}`}`));
        return result;
    }
    finally {
        await sink.close();
    }
}
/** Completes the rows file and uploads it. Returns why it could not be written or uploaded. */
async function deliverRows(run, shard, sink, end) {
    const { inputs, step, runner, outputs } = run;
    const name = (0,mailboxes_shard/* shardArtifactName */.u9)(inputs.artifactName ?? '', shard);
    try {
        if (runner.loadArtifactClient === undefined) {
            await (0,log/* logGroup */.QT)(runner.core, 'Write the rows', () => sink.finish(end));
            return undefined;
        }
        await sink.finish(end);
    }
    catch (error) {
        if (error instanceof errors/* UserError */.yo)
            return error;
        throw error;
    }
    if ((0,outputs_artifact/* uploadWarning */._I)(step, name) !== undefined)
        return undefined;
    const artifact = await (0,upload/* uploading */.o)(run, external_node_path_default().dirname(sink.path), [name], (uploader) => uploader.upload(name, [sink.path]));
    if (artifact instanceof errors/* UserError */.yo)
        return artifact;
    if (artifact !== undefined)
        outputs.set((0,run_outputs/* artifactOutputs */.F)(artifact));
    return undefined;
}

;// CONCATENATED MODULE: ./src/actions/report.ts






























/**
 * Runs the report action and returns its result. Never rejects: the reason of a failure is an annotation, and what was
 * read is written, uploaded and summarised before.
 */
function run(env, runner, extras = {}) {
    return (0,run_action/* runAction */.C)(env, runner.core, (outputs, configured, fileSettings) => report(configured, runner, outputs, { fileSettings, ...extras }));
}
/** The product: read the inputs, sign in, read the list, pass every mailbox through the pipeline, deliver the result. */
async function report(env, runner, outputs, { addresses = [], fileSettings = [], receiverOf, ...callbacks }) {
    const { core, signal } = runner;
    const started = runner.now();
    const inputs = (0,read_inputs/* readReportInputs */.gM)(env, false);
    const step = (0,run_runner/* stepEnvironment */.a)(env);
    const warnings = new log/* Warnings */.eS(core);
    // First, so that a run with a bad list also says when the certificate expires.
    const credential = (0,sign_in/* readCredential */.Yz)(inputs, runner, outputs, warnings, env);
    const hasList = addresses.length > 0 || (0,read_inputs/* text */.Qq)(env, 'mailboxes') !== undefined;
    const definitions = await (0,choose/* chooseReports */.jK)(inputs.report, step.workspace);
    // Before the policy, whose rules may name columns of the list.
    if (!hasList)
        refuseWithoutList(definitions.reports);
    const list = await (0,source_source/* readLists */.qZ)(inputs, step.workspace, addresses);
    const chosenOnes = await (0,load/* choosePolicy */.KV)(inputs.policy, step.workspace, definitions, list.columns);
    const { policy, reports: chosen, tables, added } = chosenOnes;
    if (!hasList)
        refuseWithoutList(chosen);
    const reports = await (0,retirements/* withRetirements */.r)(chosen, runner.loadRetirements);
    const unusable = (0,choose/* lackingSource */.Hl)(reports) ?? (0,choose/* unavailableReport */.Fr)(reports, inputs.cloud);
    if (unusable !== undefined)
        throw unusable;
    const [collision] = inputs.extraColumns.length === 0 ? [] : (0,csv_sinks/* columnCollisions */.gM)(reports, list.columns);
    if (collision !== undefined)
        throw collision;
    const baseline = await (0,load/* chooseBaseline */.hf)(inputs.baseline, step.workspace, policy);
    const notes = added.length === 0
        ? fileSettings
        : [...fileSettings, `Also read, because the policy needs it: ${added.map(withPermission).join(', ')}`];
    const settings = {
        ...(0,read_inputs/* settingsOf */.f5)(inputs, 'report'),
        report: [...reports, ...tables].map(({ name }) => name).join(', '),
        'max-unreadable': (0,input_readers/* maxUnreadableText */.Dr)((0,run_result/* allowedUnread */.qC)({ inputs, policy })),
    };
    await (0,log/* logSettings */.AF)(core, settings, notes);
    // The first shard reads the tables, and the merge shows them.
    const readTables = inputs.shard === undefined || inputs.shard.number === 1 ? tables : [];
    const notUploaded = (0,outputs_artifact/* uploadWarning */._I)(step, inputs.artifactName, inputs.shard !== undefined);
    if (notUploaded !== undefined)
        warnings.add(notUploaded);
    const signedIn = await (0,log/* logGroup */.QT)(core, 'Sign in', () => (0,sign_in/* signIn */.Jv)(inputs, { reports, tables: readTables }, credential, runner));
    const { certificate, lacking, tenantId } = signedIn;
    await (0,log/* logGroup */.QT)(core, 'Mailbox list', () => (0,log_lists/* logLists */.W)(list, inputs, core, outputs, reports.length > 0));
    const { graph, exchange } = (0,source_services/* servicesOf */.Y)({ inputs, signedIn, runner, step });
    const { shard, cloud, graphUrl } = inputs;
    const services = { graph, exchange, core, warnings, outputs, started, signal, tables: readTables };
    const ofTenant = shard !== undefined && inputs.mailboxes.all && reports.length > 0
        ? await readShardOfTenant(inputs, shard, reports, list, services)
        : undefined;
    const wholeList = ofTenant?.list ?? list;
    const source = await (0,source_source/* prepareSource */.pY)(inputs, reports, wholeList, { ...services, share: ofTenant?.share });
    const shownCloud = graphUrl === clouds/* clouds */.Pk[cloud].graphUrl ? cloud : `${cloud}, ${graphUrl}`;
    const originText = { tenant: inputs.tenantId || tenantId, cloud: shownCloud };
    const origin = { tenant: tenantId, cloud, shown: originText, certificate };
    const settled = { inputs, fileSettings, step, runner, outputs, warnings, started, origin };
    const reading = { ...settled, source, reports, tables: readTables, policy, lacking };
    if (shard === undefined) {
        const judge = await (0,policy_stage/* judgeOf */.Pb)(policy, [...reports, ...tables], started, baseline, warnings);
        const named = definitions.reports[0] ?? definitions.tables[0];
        const first = [...reports, ...tables].find(({ name }) => name === named?.name);
        const receivers = first === undefined ? [] : [receiverOf?.(first, policy !== undefined) ?? []].flat();
        return reportOn({ ...reading, judge }, callbacks, receivers);
    }
    // The merge action shows it.
    if (lacking !== undefined)
        warnings.add(lacking.warning);
    const place = { shard, list: wholeList, positions: ofTenant?.positions, recent: ofTenant?.recent };
    return runShard({ ...reading, judge: undefined }, place, callbacks.onFiles);
}
/** Throws the UserError `INPUT_MISSING` if there is a report about mailboxes, which needs a list. */
function refuseWithoutList(reports) {
    if (reports.length > 0)
        (0,input_readers/* required */.mw)('mailboxes', undefined);
}
function withPermission({ name, permissions }) {
    return permissions.length === 0 ? name : `${name} (${permissions.join(', ')})`;
}
/** Passes every mailbox of a run through the pipeline, also to further receivers, and delivers the result. */
async function reportOn(run, { onSummary, onFiles }, receivers = []) {
    const { inputs, step, runner, outputs, reports, tables, source, policy } = run;
    const { core } = runner;
    const visibility = (0,repository_visibility/* isPublicRepository */.G)(step, runner);
    const features = await featuresOf(run);
    try {
        const folder = await (0,output_directory/* createOutputDirectory */.n)(inputs.outputDirectory, step);
        const sinks = await createSinks(run, features, folder);
        try {
            const totals = new totals_totals/* Totals */.s(reports, policy && new VerdictCounts(policy));
            await (0,log/* logGroup */.QT)(core, 'Read the mailboxes', () => {
                outputs.set({ 'output-directory': folder, 'csv-path': sinks.all[0]?.path ?? folder });
                core.info((0,log/* logText */.kc)(`Reading ${[...reports, ...tables].map(table/* reportLabel */.tr).join(', ')}`));
                const stages = features.flatMap(({ stage }) => stage ?? []);
                const { reader, throttling, mailboxes } = source;
                const progress = { reader, waits: () => throttling().waits, total: mailboxes.length };
                const all = [totals, ...features, ...sinks.all, ...receivers];
                return (0,pipeline/* runPipeline */.a)({
                    source: (0,outputs_progress/* logProgress */.s)(runner, progress),
                    reports,
                    stages,
                    receivers: all,
                    tables,
                    tableStages: features.flatMap(({ tableStage }) => tableStage ?? []),
                    tableAnswers: source.tables,
                });
            });
            const concluded = await (0,log/* logGroup */.QT)(core, 'Findings', () => conclude(run, features, totals, folder, visibility));
            const { result, summary } = await deliver(run, concluded.result, concluded.summary, sinks);
            onSummary?.(summary);
            onFiles?.(sinks.all.flatMap((sink) => sink.path ?? []));
            return result;
        }
        finally {
            await discardSinks(sinks);
        }
    }
    finally {
        for (const feature of features)
            await feature.close?.();
    }
}


/***/ })

};
