export const id = 29;
export const ids = [29];
export const modules = {

/***/ 99029:
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
var artifact = __webpack_require__(20658);
// EXTERNAL MODULE: external "node:path"
var external_node_path_ = __webpack_require__(76760);
var external_node_path_default = /*#__PURE__*/__webpack_require__.n(external_node_path_);
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
// EXTERNAL MODULE: ./src/run/inputs.ts
var run_inputs = __webpack_require__(94280);
// EXTERNAL MODULE: ./src/policy/baseline/baseline-entry.ts
var baseline_entry = __webpack_require__(97804);
// EXTERNAL MODULE: ./src/run/mailbox-result.ts
var mailbox_result = __webpack_require__(70611);
// EXTERNAL MODULE: ./src/outputs/files/csv.ts
var csv = __webpack_require__(37126);
;// CONCATENATED MODULE: ./src/outputs/files/baseline-csv.ts



/**
 * `baseline.csv` as it would be now: all violations that are not exempt, and the entries about mailboxes that were not read.
 * Entries keep their date. Rows are sorted, so that equal findings give equal files.
 */
class BaselineCsv {
    #file;
    #options;
    #addedOn;
    #entries = [];
    #isWritten = false;
    constructor(file, options) {
        this.#file = file;
        this.#options = options;
        this.#addedOn = new Date(options.started).toISOString().slice(0, 10);
    }
    /** Undefined until the file is written: a part of it would unaccept the rest when committed. */
    get path() {
        return this.#isWritten ? this.#file : undefined;
    }
    add(result) {
        for (const finding of (0,mailbox_result/* findingsOf */.WX)(result)) {
            if (finding.verdict !== 'fail' && finding.verdict !== 'warn')
                continue;
            const violation = { ...finding, row: finding.rowDigest };
            const identity = (0,baseline_entry/* violationIdentity */.Eq)(finding.rule.id, finding.mailbox.address, violation);
            this.#entries.push({ ...identity, addedOn: this.#addedOn });
        }
    }
    async close(summary) {
        if (summary === undefined || this.#isWritten)
            return;
        const file = new csv/* CsvFile */.fL(this.#file, baseline_entry/* BASELINE_COLUMNS */.Ac, this.#options);
        try {
            // A mailbox can have two inbox rules of one name that violate a rule in the same way.
            for (const entry of (0,baseline_entry/* sortedEntries */.CA)([...(this.#options.baseline?.kept() ?? []), ...this.#entries])) {
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
// EXTERNAL MODULE: ./src/store/rows-file.ts
var rows_file = __webpack_require__(35923);
// EXTERNAL MODULE: ./src/outputs/counts.ts
var outputs_counts = __webpack_require__(61396);
// EXTERNAL MODULE: ./src/outputs/files/text-file.ts
var text_file = __webpack_require__(14902);
;// CONCATENATED MODULE: ./src/outputs/files/json.ts






/** Version of the format: increased by incompatible changes. */
const VERSION = 1;
/**
 * Opens a JSON file with everything that a run finds: the reports, the policy, each mailbox on a line of its own with its
 * typed rows and findings, and the totals at the end. An unknown cell is null; `Inconclusive` of its row names the columns.
 * A mailbox without items or that could not be read has no rows. Throws as `createTextFile` does.
 */
function openJsonReport(file, options) {
    return new JsonReport((0,text_file/* createTextFile */.Qz)(file, beginning(options)), options.listColumns ?? []);
}
/** A JSON report that is being written. `close` completes it, also after a cancelled run. */
class JsonReport {
    #file;
    #listColumns;
    #separator = '\n';
    constructor(file, listColumns) {
        this.#file = file;
        this.#listColumns = listColumns;
    }
    get path() {
        return this.#file.path;
    }
    add(result) {
        const text = this.#separator + JSON.stringify(mailboxJson(result, this.#listColumns));
        this.#separator = ',\n';
        return this.#file.write(text);
    }
    close(summary) {
        const members = Object.entries(summary === undefined ? {} : endingOf(summary)).map(([name, value]) => `,${JSON.stringify(name)}:${JSON.stringify(value)}`);
        return this.#file.close(`\n]${members.join('\n')}}\n`);
    }
}
function beginning({ reports, policy, lists, started }) {
    const head = JSON.stringify({
        version: VERSION,
        started: new Date(started).toISOString(),
        lists,
        reports: reports.map(({ name, permissions, columns }) => ({
            name,
            permission: permissions.length === 1 ? permissions[0] : permissions,
            columns: Object.keys(columns),
        })),
        ...(policy === undefined ? {} : { policy: policyJson(policy) }),
    });
    return `${head.slice(0, -1)},"mailboxes":[`;
}
function policyJson({ file, rules, exemptions }) {
    return {
        file,
        rules: rules.map(({ id, report, title, severity, when, expect, help }) => {
            return { id, report, title, severity, when, expect, help };
        }),
        exemptions: exemptions.map(({ rule, mailboxes, reason, owner, expires }) => {
            return { rule, mailboxes: mailboxes.map(({ pattern }) => pattern), reason, owner, expires };
        }),
    };
}
/** What is stored of the mailbox, with names instead of positions. Members that are undefined are not written. */
function mailboxJson(result, listColumns) {
    const { mailbox, status, error, reports, changes } = result;
    const { address, file, line, columns } = mailbox;
    return {
        ...{ mailbox: address, file, line, status, error: error === '' ? undefined : error },
        columns: columns && Object.fromEntries(listColumns.map((name, at) => [name, columns[at] ?? null])),
        reports: Object.fromEntries(reports.map((report) => [report.definition.name, reportJson(report)])),
        findings: (0,mailbox_result/* findingsOf */.WX)(result).map(findingJson),
        changes: changes?.map(changeJson),
    };
}
function reportJson(report) {
    const { definition, verdict } = report;
    const columns = Object.keys(definition.columns);
    const { status, error, rows } = (0,rows_file/* storedReport */.GE)(report);
    return {
        ...{ status, error: error === '' ? undefined : error },
        verdict: verdict && (0,policy_verdict/* worst */.QZ)(verdict.rows.map((row) => row.verdict)),
        rows: rows.map((row, at) => rowJson(columns, row, verdict?.rows[at])),
    };
}
/** A blank row has no item, and is the only one of its mailbox, so positions are those of the verdicts. */
function rowJson(columns, { cells, incomplete }, verdict) {
    return {
        // Also keeps a column called `__proto__`.
        ...Object.fromEntries(columns.map((name, at) => [name, typedCell(cells[at] ?? null, incomplete?.has(at) === true)])),
        [definition/* INCONCLUSIVE_MEMBER */.In]: incomplete && columns.filter((_, at) => incomplete.has(at)),
        Verdict: verdict?.verdict,
        Violations: verdict?.violations,
    };
}
/** The word of the CSV would be a text in a column of another type. */
function typedCell(cell, isUnknown) {
    return cell === definition/* UNKNOWN */.HV && isUnknown ? null : cell;
}
function findingJson(finding) {
    const { rule, expected, message, exemption, addedOn, novelty } = finding;
    const { verdict, item, column, found, since } = (0,rows_file/* storedViolation */.Pz)(finding);
    return {
        ...{ rule: rule.id, severity: rule.severity, verdict, report: rule.report },
        ...{ item: item === '' ? undefined : item, column, found, expected, message },
        exemption: exemption && { reason: exemption.reason, owner: exemption.owner, expires: exemption.expires },
        ...{ addedOn, since, novelty },
    };
}
function changeJson({ kind, report, item, column, before, after, rule }) {
    return {
        change: kind,
        ...(report === '' ? {} : { report }),
        ...(item === '' ? {} : { item }),
        ...(column === '' ? {} : { column }),
        ...(kind.startsWith('mailbox-') ? {} : { before, after }),
        ...(rule === undefined ? {} : { rule }),
    };
}
/** Against which report was compared, and the counts. */
function comparisonJson(comparison) {
    const { source, counts, notes, removed } = comparison;
    const { changeCount, changedMailboxes, addedMailboxes } = counts;
    return {
        ...(source.kind === 'run' ? { run: source.number, url: source.url } : { path: source.path }),
        ...(0,outputs_counts/* comparedCounts */.UL)(comparison),
        ...{ changes: changeCount, changedMailboxes, addedMailboxes },
        removedMailboxes: Array.from(removed(), ({ mailbox }) => mailbox),
        notes: [...notes],
    };
}
/** The last members: the result and the counts. */
function endingOf(summary) {
    const { result, message, maxUnreadable, failOn, reports, policy, comparison } = summary;
    return {
        result,
        message,
        maxUnreadable,
        failOn,
        counts: (0,outputs_counts/* countsOf */.mQ)(summary),
        highlights: reports.flatMap(highlightCounts),
        ...(comparison === undefined ? {} : { comparison: comparisonJson(comparison) }),
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
        ...{ id, passed, failed, warned, known, exempt, inconclusive },
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
var numbers = __webpack_require__(92613);
// EXTERNAL MODULE: ./src/reports/rows.ts
var reports_rows = __webpack_require__(758);
;// CONCATENATED MODULE: ./src/outputs/files/junit.ts




/** Findings of a mailbox that a case lists. */
const MAX_FINDINGS = 20;
/**
 * Creates a JUnit XML file as Jenkins and Ant write it: a suite for each rule, and in it a case for each mailbox. A warning
 * passes, with its findings as output. Mailboxes that are known, exempt or inconclusive, or to which the rule does not apply,
 * are skipped, with the type `known`, `exempt`, `inconclusive` or `not-applicable`. Throws as `createTextFile` does.
 */
function createJunit(file, options) {
    return new Junit((0,text_file/* createTextFile */.Qz)(file, '<?xml version="1.0" encoding="UTF-8"?>\n'), options);
}
class Junit {
    #file;
    #started;
    #suites;
    #closed;
    constructor(file, { policy, started }) {
        this.#file = file;
        this.#started = started;
        this.#suites = new Map(policy.rules.map((rule) => [rule.id, { rule, failures: 0, skipped: 0, names: [], outcomes: [] }]));
    }
    get path() {
        return this.#file.path;
    }
    add({ mailbox, reports }) {
        for (const report of reports) {
            for (const verdict of report.verdict?.rules ?? []) {
                const suite = this.#suites.get(verdict.rule.id);
                if (suite === undefined)
                    continue;
                if (verdict.verdict === 'fail')
                    suite.failures += 1;
                else if (verdict.verdict !== 'pass' && verdict.verdict !== 'warn')
                    suite.skipped += 1;
                suite.names.push(mailbox.address);
                suite.outcomes.push(outcomeText(verdict, report));
            }
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
        const tests = suites.reduce((sum, { names }) => sum + names.length, 0);
        const failures = suites.reduce((sum, suite) => sum + suite.failures, 0);
        yield `<testsuites${xmlAttributes({ name: 'Mailbox Report', tests, failures, errors: 0, time: 0 })}>\n`;
        for (const suite of suites) {
            const { rule, names, outcomes } = suite;
            yield suiteStart(suite, this.#started);
            // The suites have the same mailboxes as cases, and Jenkins distinguishes cases only by class and name.
            const classname = `${rule.report}.${rule.id}`;
            for (const [at, name] of names.entries()) {
                yield `<testcase${xmlAttributes({ classname, name, time: 0 })}${outcomes[at] ?? ''}\n`;
            }
            yield '</testsuite>\n';
        }
        yield '</testsuites>\n';
    }
}
function suiteStart({ rule: { id, title }, failures, skipped, names }, started) {
    const name = title === id ? id : `${id}: ${(0,display/* visibleLine */.P8)(title)}`;
    // The schema of Ant allows no time zone.
    const timestamp = new Date(started).toISOString().slice(0, 19);
    return `<testsuite${xmlAttributes({ name, tests: names.length, failures, errors: 0, skipped, time: 0, timestamp })}>\n`;
}
const PASSED = '/>';
const NOT_APPLICABLE = '><skipped message="The rule does not apply to this mailbox" type="not-applicable"/></testcase>';
/** A `testcase` after its attributes. */
function outcomeText({ verdict, findings }, report) {
    switch (verdict) {
        case 'pass':
            return PASSED;
        case undefined:
            return NOT_APPLICABLE;
        case 'warn': {
            const warned = findings.filter((finding) => finding.verdict === 'warn');
            return `><system-out>${xmlText(`Warning: ${lines(warned)}`)}</system-out></testcase>`;
        }
        case 'fail': {
            const failed = findings.filter((finding) => finding.verdict === 'fail');
            const failure = xmlAttributes({ message: firstLine(failed), type: 'violation' });
            return `><failure${failure}>${xmlText(lines(failed))}</failure></testcase>`;
        }
        case 'known':
        case 'exempt':
        case 'inconclusive':
            return skipped(skippedText(verdict, findings, report), verdict);
    }
}
function skipped(message, type) {
    return `><skipped${xmlAttributes({ message, type })}/></testcase>`;
}
function skippedText(verdict, findings, { rows }) {
    const { status, error } = (0,reports_rows/* unreadableRow */.Oj)(rows) ?? rows[0];
    if (verdict === 'inconclusive') {
        if (status !== 'ok')
            return (0,display/* visibleLine */.P8)(`Could not be read: ${status}${error === '' ? '' : `, ${error}`}`);
        return `Inconclusive: ${firstLine(findings.filter((finding) => finding.verdict === 'inconclusive'))}`;
    }
    if (verdict === 'known') {
        const known = findings.filter((finding) => finding.verdict === 'known');
        return (0,display/* visibleLine */.P8)(`Known since ${known[0]?.addedOn ?? ''}, in the baseline. ${firstLine(known)}`);
    }
    const exemption = findings.find((finding) => finding.exemption !== undefined)?.exemption;
    const reason = exemption === undefined
        ? 'Exempt'
        : (0,display/* visibleLine */.P8)(`Exempt until ${exemption.expires}: ${exemption.reason} (${exemption.owner})`);
    return `${reason}. ${firstLine(findings)}`;
}
function firstLine([first, ...others]) {
    if (first === undefined)
        return '';
    return noveltyText(first) + (others.length === 0 ? '' : `, and ${(0,numbers/* count */.U9)(others.length)} more`);
}
function lines(findings) {
    const more = findings.length - MAX_FINDINGS;
    const listed = findings.slice(0, MAX_FINDINGS).map(noveltyText);
    return [...listed, ...(more > 0 ? [`and ${(0,numbers/* count */.U9)(more)} more`] : [])].join('\n');
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

// EXTERNAL MODULE: external "node:stream/promises"
var promises_ = __webpack_require__(46466);
// EXTERNAL MODULE: external "node:zlib"
var external_node_zlib_ = __webpack_require__(38522);
// EXTERNAL MODULE: ./src/store/rows-reader.ts
var rows_reader = __webpack_require__(17838);
// EXTERNAL MODULE: ./src/outputs/files/output-directory.ts
var output_directory = __webpack_require__(3075);
;// CONCATENATED MODULE: ./src/outputs/files/rows-sink.ts







/** Characters that are collected before they are compressed. */
const CHUNK = 64 * 1024;
/** Writes `rows.ndjson.gz`. A mailbox beyond the limits of the file is written as failed, with the reason. */
class RowsSink {
    path;
    #gzip = (0,external_node_zlib_.createGzip)();
    #stream;
    #written;
    #text;
    /** Bytes that lines with rows may still use: without those that the remaining mailboxes need if they fail. */
    #bytesLeft;
    #bytesOfReports;
    #failure;
    /** Creates the file. Throws the UserError `OUTPUT_UNWRITABLE`. */
    constructor(file, header) {
        this.path = file;
        this.#stream = (0,text_file/* createFile */.x3)(file);
        this.#written = (0,promises_.finished)(this.#gzip.pipe(this.#stream));
        const fail = (error) => {
            this.#failure ??= (0,output_directory/* outputError */.cw)(file, error);
            // Ends a wait for room.
            this.#gzip.destroy();
        };
        this.#stream.on('error', fail);
        this.#written.catch(fail);
        this.#text = (0,rows_file/* headerLine */.iH)(header);
        const { start, end } = (0,rows_reader/* rangeOf */.be)(header);
        const empty = {
            address: '',
            reports: header.reports.map(() => ({ status: 'ok', error: '', rows: [], violations: [] })),
        };
        this.#bytesOfReports = Buffer.byteLength((0,rows_file/* mailboxLine */.tO)((0,rows_file/* failedMailbox */.Y7)(empty, FILE_IS_FULL)));
        const bytesOfHeader = Buffer.byteLength(this.#text);
        // The header has the addresses, too.
        this.#bytesLeft = rows_file/* MAX_FILE_BYTES */.gZ - rows_file/* MAX_LINE_BYTES */.Oc - 2 * bytesOfHeader - (end - start) * this.#bytesOfReports;
    }
    /** Throws, or rejects with, the UserError `OUTPUT_UNWRITABLE`. */
    add(result) {
        const mailbox = (0,rows_file/* storedMailbox */.o4)(result);
        const line = (0,rows_file/* mailboxLine */.tO)(mailbox);
        const bytes = Buffer.byteLength(line);
        if (bytes > rows_file/* MAX_LINE_BYTES */.Oc)
            return this.#write((0,rows_file/* mailboxLine */.tO)((0,rows_file/* failedMailbox */.Y7)(mailbox, LINE_IS_TOO_LONG)));
        if (bytes > this.#bytesLeft)
            return this.#write((0,rows_file/* mailboxLine */.tO)((0,rows_file/* failedMailbox */.Y7)(mailbox, FILE_IS_FULL)));
        this.#bytesLeft -= bytes - this.#bytesOfReports;
        return this.#write(line);
    }
    /** Without a summary, releases an incomplete file. A completed one stays as it is. */
    async close(summary) {
        if (summary !== undefined) {
            const { throttling, warnings, result, stoppedBy, cancelled } = summary;
            return this.finish({ counts: (0,outputs_counts/* storedCounts */.yH)(summary), throttling, warnings, result, stoppedBy, cancelled });
        }
        this.#gzip.destroy();
        this.#stream.destroy();
    }
    /** Completes the file. Rejects as `add` does. */
    async finish(end) {
        this.#throwFailure();
        this.#gzip.end(this.#text + (0,rows_file/* endLine */.Sk)(end));
        this.#text = '';
        try {
            await this.#written;
        }
        catch (error) {
            throw this.#failure ?? (0,output_directory/* outputError */.cw)(this.path, error);
        }
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
const LINE_IS_TOO_LONG = 'The rows of the mailbox exceed 1 MiB, the limit of rows.ndjson.gz';
const FILE_IS_FULL = 'The rows of all mailboxes exceed 1 GiB, the limit of rows.ndjson.gz';

// EXTERNAL MODULE: external "node:util"
var external_node_util_ = __webpack_require__(57975);
;// CONCATENATED MODULE: ./package.json
const package_namespaceObject = {"rE":"0.1.0"};
// EXTERNAL MODULE: external "node:crypto"
var external_node_crypto_ = __webpack_require__(77598);
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
 * A finding as a SARIF result (section 3.27) on one line. Its location is the line of the mailbox in its list, which is what
 * a developer can change. `ruleIndex`: position of the rule in the driver's rules.
 */
function sarifResult(finding, { ruleIndex, fingerprint, hasBaseline, }) {
    const { rule, mailbox, message, item, column, found, expected } = finding;
    return JSON.stringify({
        ruleId: rule.id,
        ruleIndex,
        level: rule.severity,
        message: { text: unlinked(ended(`${(0,display/* visibleLine */.P8)(mailbox.address)}: ${message}`)) },
        locations: [
            {
                physicalLocation: {
                    artifactLocation: { uri: relativeUri(mailbox.file), uriBaseId: '%SRCROOT%' },
                    region: { startLine: mailbox.line },
                },
            },
        ],
        properties: {
            ...(item === '' ? {} : { item: described(item) }),
            ...{ column, found: described((0,display/* cellText */.Ie)(found)), expected: described(expected) },
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
 * Fingerprints of the findings of one mailbox. They depend neither on the line of the list nor on the value found, so that
 * GitHub does not close an alert and open another one when these change. A changed row has another fingerprint, so that a
 * dismissed alert does not hide it.
 */
class Fingerprints {
    /** A mailbox can have two inbox rules of one name. */
    #occurrences = new Map();
    of({ rule, mailbox, item, rowDigest, column }) {
        const subject = JSON.stringify([rule.id, mailbox.address.toLowerCase(), rule.report, column, item, rowDigest]);
        const hash = (0,external_node_crypto_.createHash)('sha256').update(subject).digest('hex');
        const ordinal = (this.#occurrences.get(hash) ?? 0) + 1;
        this.#occurrences.set(hash, ordinal);
        return `${hash}:${ordinal}`;
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
    add(result) {
        if (result.status !== 'ok')
            this.#unreadable += 1;
        if (result.status === 'cancelled')
            this.#cancelled = true;
        const fingerprints = new Fingerprints();
        for (const finding of (0,mailbox_result/* findingsOf */.WX)(result)) {
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
        const end = runEnd({ omitted, unreadable: this.#unreadable, cancelled: this.#cancelled });
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
function runEnd({ omitted, unreadable, cancelled, }) {
    const notifications = [
        ...(unreadable === 0
            ? []
            : [`${(0,numbers/* counted */.hS)(unreadable, 'mailbox', 'mailboxes')} could not be read and may have more results.`]),
        ...(omitted === 0
            ? []
            : [`${(0,numbers/* count */.U9)(omitted)} more results are omitted, since code scanning has a limit. The CSV has all of them.`]),
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

// EXTERNAL MODULE: ./src/outputs/page/report-page.ts + 9 modules
var report_page = __webpack_require__(21411);
;// CONCATENATED MODULE: ./src/outputs/sinks.ts











const NO_POLICY = { file: '', rules: [], exemptions: [] };
/** The sinks of the formats that the input `formats` can name besides CSV. */
const FORMAT_SINKS = {
    html: (options) => new report_page/* ReportPage */.W(external_node_path_default().join(options.folder, `${options.artifactName ?? 'report'}.html`), options),
    json: (options) => openJsonReport(named(options, 'json'), { ...options, lists: options.mailboxes.files }),
    sarif: ({ policy = NO_POLICY, artifactName: category, baseline, ...options }) => createSarif(named(options, 'sarif'), { policy, category, hasBaseline: baseline !== undefined }),
    junit: ({ policy = NO_POLICY, started, ...options }) => createJunit(named(options, 'junit.xml'), { policy, started }),
};
/** The path of the files that are not the CSV of a report. No report can have their name. */
function named({ folder }, extension) {
    return external_node_path_default().join(folder, `mailbox-report.${extension}`);
}
/**
 * Creates the files of a run: a CSV for each report, `rows.ndjson.gz`, `violations.csv` and `baseline.csv` if there is a policy, `changes.csv` if
 * the run is compared with an earlier report, and those of the input `formats`. Rejects with the UserError
 * `OUTPUT_UNWRITABLE`.
 */
async function createSinks(options) {
    const { folder, formats, csv, policy, reports, baseline, isCompared, unlisted, started, rows } = options;
    const { listColumns } = options;
    const at = (name) => external_node_path_default().join(folder, name);
    const hasVerdicts = policy !== undefined;
    const all = [];
    try {
        for (const report of reports)
            all.push((0,csv_sinks/* createReportCsv */.$d)(at(`${report.name}.csv`), report, hasVerdicts, csv));
        if (hasVerdicts) {
            all.push((0,csv_sinks/* createViolationsCsv */.fU)(at('violations.csv'), csv, listColumns));
            all.push(new BaselineCsv(at('baseline.csv'), { ...csv, baseline, started }));
        }
        if (isCompared)
            all.push((0,csv_sinks/* createChangesCsv */.iD)(at('changes.csv'), csv));
        if (unlisted !== undefined && unlisted.mode !== 'include')
            all.push((0,csv_sinks/* createUnlistedCsv */.$z)(at('unlisted.csv'), unlisted, csv));
        all.push(new RowsSink(at(rows_file/* ROWS_FILE */.ZX), rows));
        for (const format of run_inputs/* FORMATS */.hR) {
            if (format !== 'csv' && formats.includes(format))
                all.push(FORMAT_SINKS[format](options));
        }
        const page = all.find((sink) => sink instanceof report_page/* ReportPage */.W);
        return { all, page, folder };
    }
    catch (error) {
        await discardSinks({ all, page: undefined });
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

// EXTERNAL MODULE: ./src/outputs/job-summary.ts
var job_summary = __webpack_require__(70572);
;// CONCATENATED MODULE: ./src/outputs/deliver.ts









const NONE = { artifact: undefined, page: undefined };
/**
 * Delivers a run in three steps: completes the files, uploads them, writes the job summary. Returns the result, which is
 * `error` if a file could not be written or uploaded. The log ends with the reason of a failure, the result and the links.
 */
async function deliver(found, facts, sinks, options) {
    const { core, outputs, inputs, step, signal } = options;
    const summaryOf = ({ result, reason }, uploads) => ({
        ...facts,
        ...{ result, message: reason?.message ?? '', hint: reason?.hint ?? '', copy: reason?.copy },
        cancelled: signal.aborted,
        ...uploads,
    });
    const unwritten = await closeSinks(sinks, summaryOf(found, NONE));
    const written = unwritten === undefined ? found : (0,run_result/* errorResult */.WG)(unwritten);
    const uploaded = await upload(sinks, options);
    // The page stays on the runner and must show the same result.
    if ('failure' in uploaded)
        await sinks.page?.close(summaryOf((0,run_result/* errorResult */.WG)(uploaded.failure), NONE));
    const [result, uploads] = 'failure' in uploaded ? [(0,run_result/* errorResult */.WG)(uploaded.failure), NONE] : [written, uploaded];
    const { artifact } = uploads;
    options.onSummary?.(summaryOf(result, uploads));
    outputs.set({ result: result.result, ...(artifact === undefined ? {} : (0,run_outputs/* artifactOutputs */.F)(artifact)) });
    if (inputs.summary !== 'none') {
        await (0,job_summary/* writeStepSummary */.oG)(core, step.summaryFile, (0,job_summary/* summaryMarkdown */.eH)(summaryOf(result, uploads), inputs.summary));
    }
    if (result.fails)
        (0,annotations/* annotateError */.TF)(core, result.reason);
    logResult(result, uploads, sinks, options);
    return result;
}
/** Uploads all files, then the page by itself. Uploads nothing if `uploadWarning` has a warning, which the run has shown. */
async function upload(sinks, options) {
    const { core, inputs, step, deadline, loadArtifactClient: loadClient } = options;
    const { artifactName: name, retentionDays } = inputs;
    if (name === undefined || loadClient === undefined || (0,artifact/* uploadWarning */._I)(step, name) !== undefined)
        return NONE;
    const { folder } = sinks;
    const uploader = new artifact/* ArtifactUploader */.LT({ folder, step, log: core, retentionDays, deadline, loadClient });
    return (0,log/* logGroup */.QT)(core, `Upload the artifact ${name}`, async () => {
        try {
            const files = sinks.all.flatMap((sink) => sink.path ?? []);
            return {
                artifact: await uploader.upload(name, files),
                page: await uploadPage(sinks.page?.path, uploader, options),
            };
        }
        catch (error) {
            if (error instanceof errors/* UserError */.yo)
                return { failure: error };
            throw error;
        }
    });
}
/**
 * Uploads the page a second time, as an artifact of its own that a browser opens from its link. It is in the other
 * artifact too, so a failure is only a warning. `file`: undefined if there is no page.
 */
async function uploadPage(file, uploader, { warnings }) {
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
/** The last lines of the log: the result, and where the report is. */
function logResult({ result, reason }, { artifact, page }, sinks, { core, loadArtifactClient }) {
    core.info((0,log/* logText */.kc)(`Result: ${result}${reason === undefined ? '' : `. ${reason.message}`}`));
    const otherPage = sinks.page === undefined
        ? 'none, "formats" does not name html'
        : `in ${artifact === undefined ? sinks.folder : 'the artifact'}`;
    core.info((0,log/* logText */.kc)(`Report page: ${page?.url ?? otherPage}`));
    if (loadArtifactClient === undefined)
        core.info((0,log/* logText */.kc)(`Files: ${sinks.folder}`));
    else
        core.info((0,log/* logText */.kc)(`Artifact: ${artifact?.url ?? `not uploaded, see ${sinks.folder}`}`));
}

// EXTERNAL MODULE: ./src/outputs/progress.ts
var outputs_progress = __webpack_require__(14951);
// EXTERNAL MODULE: ./src/policy/load.ts
var load = __webpack_require__(58164);
// EXTERNAL MODULE: ./src/reports/choose.ts
var choose = __webpack_require__(4274);
// EXTERNAL MODULE: ./src/reports/retirements.ts
var reports_retirements = __webpack_require__(96927);
// EXTERNAL MODULE: ./src/run/read-inputs.ts
var read_inputs = __webpack_require__(66339);
// EXTERNAL MODULE: ./src/run/repository-visibility.ts
var repository_visibility = __webpack_require__(48210);
// EXTERNAL MODULE: ./src/run/runner.ts + 2 modules
var run_runner = __webpack_require__(11072);
// EXTERNAL MODULE: ./src/source/exchange.ts + 7 modules
var source_exchange = __webpack_require__(44763);
// EXTERNAL MODULE: ./src/source/graph.ts + 12 modules
var source_graph = __webpack_require__(25472);
// EXTERNAL MODULE: ./src/source/sign-in.ts + 14 modules
var sign_in = __webpack_require__(88761);
// EXTERNAL MODULE: ./src/source/source.ts + 4 modules
var source_source = __webpack_require__(32478);
// EXTERNAL MODULE: ./src/totals/totals.ts + 2 modules
var totals_totals = __webpack_require__(2597);
// EXTERNAL MODULE: ./src/totals/verdict-counts.ts
var verdict_counts = __webpack_require__(11427);
// EXTERNAL MODULE: ./src/actions/comparison.ts + 5 modules
var actions_comparison = __webpack_require__(41116);
// EXTERNAL MODULE: ./src/actions/conclude.ts
var conclude = __webpack_require__(32078);
// EXTERNAL MODULE: ./src/actions/pipeline.ts
var pipeline = __webpack_require__(8573);
// EXTERNAL MODULE: ./src/mailboxes/shard.ts
var mailboxes_shard = __webpack_require__(74492);
;// CONCATENATED MODULE: ./src/actions/shard.ts
















/**
 * Reads a shard, uploads its rows for the merge action, if the server has artifacts, and returns the result. It neither judges nor compares: the result is
 * `pass`, also with unreadable mailboxes, `incomplete` after a cancelled run, or `error`.
 */
async function runShard({ shard, list, source, reports, started, policy, origin }, inputs, step, { core, now, signal, deadline, loadArtifactClient: loadClient }, { outputs, warnings }) {
    const { reader, throttling } = source;
    const { start, end } = (0,mailboxes_shard/* shardRange */.uk)(list.length, shard);
    const name = (0,mailboxes_shard/* shardArtifactName */.u9)(inputs.artifactName ?? '', shard);
    const folder = await (0,output_directory/* createOutputDirectory */.ne)(inputs.outputDirectory, step);
    outputs.set({ 'mailbox-count': end - start, 'output-directory': folder });
    const header = (0,rows_file/* rowsHeader */.xG)({ step, started, reports, policy, list, shard, ...origin });
    const sink = new RowsSink(external_node_path_default().join(folder, rows_file/* ROWS_FILE */.ZX), header);
    try {
        const totals = await (0,log/* logGroup */.QT)(core, 'Read the mailboxes', () => {
            core.info(`Shard ${shard.number} of ${shard.of}: mailboxes ${(0,numbers/* count */.U9)(start + 1)} to ${(0,numbers/* count */.U9)(end)} of the list`);
            return (0,pipeline/* runPipeline */.aI)({
                source: (0,outputs_progress/* logProgress */.s)({ core, now, signal }, { reader, waits: () => throttling().waits, total: end - start }),
                reports,
                stages: [],
                totals: new totals_totals/* Totals */.s(reports, undefined, started),
                sinks: [sink],
            });
        });
        const { read, unreadable, total } = totals.mailboxes;
        const durationMs = now() - started;
        outputs.set({ 'read-count': read, 'unreadable-count': unreadable });
        core.info((0,log/* logText */.kc)(`Read ${(0,numbers/* count */.U9)(read)} of ${(0,numbers/* counted */.hS)(total, 'mailbox', 'mailboxes')} in ${(0,numbers/* duration */.p0)(durationMs)}`));
        const { stoppedBy } = reader;
        // The merge action judges how many may be unreadable.
        const found = (0,run_result/* resultOf */.Bg)(totals.counts, { maxUnreadable: { kind: 'percent', most: 100 }, failOn: 'never' }, stoppedBy && (0,annotations/* shownReason */.On)(stoppedBy, inputs.summary));
        const { retentionDays } = inputs;
        const result = await (0,log/* logGroup */.QT)(core, loadClient === undefined ? 'Write the rows' : `Upload the artifact ${name}`, async () => {
            try {
                await sink.finish({
                    counts: { mailboxes: total, read, unreadable },
                    ...{ throttling: throttling(), warnings: warnings.messages, result: found.result, stoppedBy },
                    cancelled: signal.aborted,
                });
                if (loadClient === undefined || (0,artifact/* uploadWarning */._I)(step, name) !== undefined)
                    return found;
                const uploader = new artifact/* ArtifactUploader */.LT({ folder, step, log: core, retentionDays, deadline, loadClient });
                outputs.set((0,run_outputs/* artifactOutputs */.F)(await uploader.upload(name, [sink.path])));
                return found;
            }
            catch (error) {
                if (!(error instanceof errors/* UserError */.yo))
                    throw error;
                return (0,run_result/* errorResult */.WG)(error);
            }
        });
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

;// CONCATENATED MODULE: ./src/actions/report.ts




























/**
 * Runs the report action and returns its result. Never rejects: the reason of a failure is an annotation, and what was
 * read is written, uploaded and summarised before.
 */
function run(env, runner, extras = {}) {
    return (0,conclude/* runAction */.Cs)(env, runner.core, (outputs, configured) => report(configured, runner, outputs, extras));
}
/** The product: read the inputs, sign in, read the list, pass every mailbox through the pipeline, deliver the result. */
async function report(env, runner, outputs, { addresses = [], onSummary }) {
    const { core, dispatcher, signal, now, random } = runner;
    const started = now();
    const inputs = (0,read_inputs/* readReportInputs */.gM)(env, /* a list is required */ addresses.length === 0);
    const step = (0,run_runner/* stepEnvironment */.a)(env);
    const warnings = new log/* Warnings */.eS(core);
    // First, so that a run with a bad list also says when the certificate expires.
    const credential = (0,sign_in/* readCredential */.Yz)(inputs, { core, outputs, warnings, dispatcher, signal, now, env });
    const named = await (0,choose/* chooseReports */.jK)(inputs.report, step.workspace);
    const list = await (0,source_source/* readLists */.qZ)(inputs, step.workspace, addresses);
    const { policy, reports, added } = await (0,load/* choosePolicy */.KV)(inputs.policy, step.workspace, named, list.columns);
    const sourceless = (0,choose/* lackingSource */.Hl)(reports);
    if (sourceless !== undefined)
        throw sourceless;
    const [collision] = inputs.mailboxColumns.length === 0 ? [] : (0,csv_sinks/* columnCollisions */.gM)(reports, list.columns);
    if (collision !== undefined)
        throw collision;
    const baseline = await (0,load/* chooseBaseline */.hf)(inputs.baseline, step.workspace, policy);
    const notes = added.length === 0 ? [] : [`Also read, because the policy needs it: ${added.join(', ')}`];
    const { loadRetirements } = runner;
    const retirements = await (0,reports_retirements/* chooseRetirements */.y)(inputs.retirements, step.workspace, reports, loadRetirements);
    await (0,log/* logSettings */.AF)(core, settingsOf(inputs, { reports, policy, baseline }), notes);
    const notUploaded = (0,artifact/* uploadWarning */._I)(step, inputs.artifactName, inputs.shard !== undefined);
    if (notUploaded !== undefined)
        warnings.add(notUploaded);
    const signedIn = await (0,log/* logGroup */.QT)(core, 'Sign in', () => (0,sign_in/* signIn */.Jv)(inputs, reports, credential, { core, signal }));
    const { tokens, exchangeTokens, certificate, lacking, tenantId } = signedIn;
    await (0,log/* logGroup */.QT)(core, 'Mailbox list', () => (0,source_source/* logLists */.WT)(list, inputs, core, outputs));
    const http = { dispatcher, signal, now, random };
    const graph = new source_graph/* Graph */.T({ inputs, tokens, ...http, debugLog: step.isDebug ? core : undefined });
    const exchange = exchangeTokens && new source_exchange/* Exchange */.k5({ inputs, tokens: exchangeTokens, ...http });
    const services = { graph, exchange, core, warnings, outputs, started, signal };
    const source = await (0,source_source/* prepareSource */.pY)(inputs, reports, list, services);
    const { shard, cloud, graphUrl } = inputs;
    const shownCloud = graphUrl === clouds/* clouds */.Pk[cloud].graphUrl ? cloud : `${cloud}, ${graphUrl}`;
    const shown = { tenant: inputs.tenantId || tenantId, cloud: shownCloud };
    const origin = { tenant: tenantId, cloud, shown, certificate };
    const read = { source, reports, policy, baseline, lacking, retirements, started, origin };
    if (shard === undefined)
        return reportOn(read, inputs, step, runner, { outputs, warnings, onSummary });
    // The merge action shows it.
    if (lacking !== undefined)
        warnings.add(lacking.warning);
    return runShard({ ...read, shard, list }, inputs, step, runner, { outputs, warnings });
}
function settingsOf(inputs, { reports, policy, baseline }) {
    const { shard, unlisted } = inputs;
    return {
        'tenant-id': inputs.tenantId || undefined,
        'client-id': inputs.clientId || undefined,
        credential: inputs.credential.kind,
        'authority-host': inputs.authorityHost,
        'graph-url': inputs.graphUrl,
        'exchange-url': (0,sign_in/* needsExchange */.z8)(reports) ? inputs.exchangeUrl : undefined,
        mailboxes: inputs.mailboxes.join(', ') || undefined,
        'mailbox-columns': inputs.mailboxColumns.join(', ') || undefined,
        unlisted: unlisted === 'ignore' ? undefined : unlisted,
        report: reports.map(({ name }) => name).join(', '),
        policy: policy?.file,
        'fail-on': policy && inputs.failOn,
        baseline: baseline?.file,
        retirements: inputs.retirements,
        compare: (0,run_inputs/* compareText */.n6)(inputs.compare),
        shard: shard && `${shard.number}/${shard.of}`,
        'max-unreadable': (0,run_result/* maxUnreadableText */.Dr)(inputs.maxUnreadable),
        concurrency: String(inputs.concurrency),
    };
}
/** Passes every mailbox of a source through the pipeline and delivers the result. */
async function reportOn(read, inputs, step, runner, { outputs, warnings, onSummary, }) {
    const { source, reports, policy, baseline, retirements, started, origin } = read;
    const { core, dispatcher, signal, deadline, now, loadArtifactClient, loadPageAssets: loadAssets } = runner;
    const { formats, artifactName, csvBom: bom, csvDelimiter: delimiter } = inputs;
    const { mailboxes, reader, throttling, unlisted } = source;
    const visibility = (0,repository_visibility/* isPublicRepository */.G)(step, { dispatcher, signal });
    const highlights = await (0,pipeline/* highlightStage */.RD)(reports, started);
    const affected = await (0,pipeline/* countRetirements */.iQ)(retirements, reports, started);
    for (const { message, place } of await (0,load/* warningsOfRun */.W9)(policy, reports, started))
        warnings.add(message, place);
    const judge = policy && (await Promise.all(/* import() */[__webpack_require__.e(22), __webpack_require__.e(902)]).then(__webpack_require__.bind(__webpack_require__, 85902))).compilePolicy(policy, reports, started, baseline);
    const comparison = await (0,actions_comparison/* findComparison */.DM)(inputs, read, step, runner);
    const { summary: compared, found } = comparison;
    const history = found?.kind === 'found' ? (0,rows_file/* historyAfter */.tR)(found.report.header, found.report.end) : [];
    try {
        const folder = await (0,output_directory/* createOutputDirectory */.ne)(inputs.outputDirectory, step);
        const sinks = await createSinks({
            ...{ folder, formats, csv: { bom, delimiter }, artifactName, reports, policy, baseline: judge?.baseline },
            ...{ mailboxes, unlisted, listColumns: mailboxes.columns, isCompared: compared !== undefined, started },
            ...origin.shown,
            rows: (0,rows_file/* rowsHeader */.xG)({ step, started, reports, policy, list: mailboxes, history, ...origin }),
            ...{ step, loadAssets, log: core, warnings },
        });
        try {
            const totals = await (0,log/* logGroup */.QT)(core, 'Read the mailboxes', () => {
                outputs.set({ 'output-directory': folder, 'csv-path': sinks.all[0]?.path ?? folder });
                core.info((0,log/* logText */.kc)(`Reading ${reports.map(definition/* reportLabel */.tr).join(', ')}`));
                const progress = { reader, waits: () => throttling().waits, total: mailboxes.length };
                return (0,pipeline/* runPipeline */.aI)({
                    source: (0,outputs_progress/* logProgress */.s)({ core, now, signal }, progress),
                    reports,
                    stages: [highlights, judge && (0,pipeline/* policyStage */.Dg)(judge), comparison.stage].filter((stage) => stage !== undefined),
                    totals: new totals_totals/* Totals */.s(reports, policy && new verdict_counts/* VerdictCounts */.A(policy), started, compared?.counts),
                    sinks: affected === undefined ? sinks.all : [...sinks.all, affected],
                });
            });
            const finished = { totals, judge, comparison, retirements: affected, history, ended: now(), place: folder };
            const { result, facts } = await (0,log/* logGroup */.QT)(core, 'Findings', async () => (0,conclude/* conclude */.Ep)({ ...read, ...finished, isPublic: await visibility, step }, inputs, { core, outputs, warnings }));
            const delivery = { core, outputs, warnings, inputs, step, signal, deadline, loadArtifactClient, onSummary };
            return await deliver(result, facts, sinks, delivery);
        }
        finally {
            await discardSinks(sinks);
        }
    }
    finally {
        await comparison.close();
    }
}


/***/ })

};
