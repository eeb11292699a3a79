export const id = 985;
export const ids = [985];
export const modules = {

/***/ 66985:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

// ESM COMPAT FLAG
__webpack_require__.r(__webpack_exports__);

// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  remediate: () => (/* binding */ remediate)
});

// EXTERNAL MODULE: ./src/auth/federated.ts
var federated = __webpack_require__(31082);
// EXTERNAL MODULE: ./src/outputs/files/output-directory.ts
var output_directory = __webpack_require__(3075);
// EXTERNAL MODULE: ./src/outputs/progress.ts
var progress = __webpack_require__(14951);
// EXTERNAL MODULE: ./src/errors.ts
var errors = __webpack_require__(83916);
// EXTERNAL MODULE: ./src/exchange/cmdlets.ts
var cmdlets = __webpack_require__(26407);
// EXTERNAL MODULE: ./src/policy/judge.ts + 1 modules
var policy_judge = __webpack_require__(85902);
// EXTERNAL MODULE: external "node:timers/promises"
var promises_ = __webpack_require__(58500);
// EXTERNAL MODULE: ./src/text/display.ts
var display = __webpack_require__(24745);
// EXTERNAL MODULE: ./src/json.ts
var src_json = __webpack_require__(8301);
;// CONCATENATED MODULE: ./src/remediation/change.ts

/** The reports whose rows have these properties, by the cmdlet. */
const EXCHANGE_REPORTS = {
    'Set-Mailbox': 'mailbox-properties',
    'Set-CASMailbox': 'client-access',
};
function isSetCmdlet(text) {
    return Object.hasOwn(EXCHANGE_REPORTS, text);
}
/** The cmdlet for the properties of a report; undefined for a report of Graph. */
function setCmdletOf(report) {
    return Object.keys(EXCHANGE_REPORTS)
        .filter(isSetCmdlet)
        .find((cmdlet) => EXCHANGE_REPORTS[cmdlet] === report);
}
/** The report whose rows show what a target is changed to. */
function reportOf({ inboxRule, exchange }) {
    if (exchange !== undefined)
        return EXCHANGE_REPORTS[exchange.cmdlet];
    return inboxRule === undefined ? 'mailbox-settings' : 'inbox-rules';
}
function isGuid(text) {
    return typeof text === 'string' && /^[0-9a-f]{8}-(?:[0-9a-f]{4}-){3}[0-9a-f]{12}$/i.test(text);
}
/** The columns of `plan.csv`, and the first of `applied.csv`. */
const CHANGE_COLUMNS = ['MailboxName', 'Rule', 'Item', 'Setting', 'Before', 'After'];
/** A change as the cells of a record. */
function changeCells({ address, rules, item, setting, before, after }) {
    return [address, rules.join('; '), item, setting, before, after];
}
/** Identifies the target of a change. Addresses compare without case; in Exchange Online, a mailbox can have several. */
function targetKey({ address, inboxRule = '', exchange }) {
    if (exchange !== undefined)
        return JSON.stringify([exchange.identity.toLowerCase(), exchange.cmdlet]);
    return JSON.stringify([address.toLowerCase(), inboxRule]);
}
/** The value of a setting in a service's JSON; null if there is none. */
function settingIn(resource, path) {
    let value = resource;
    for (const name of path.split('.'))
        value = (0,src_json/* property */.MZ)(value, name);
    return value ?? null;
}
/** Case matters in formats, and in texts that people read. */
const EXACT = /^(?:dateFormat|timeFormat)$|Message$/;
const TIME = /Time$|\.dateTime$/;
/**
 * A value in a form in which equal settings are equal: Graph writes enumerations in any case, and fractions of seconds, and
 * Exchange Online the type of an address.
 */
function comparable(setting, value) {
    if (typeof value === 'string') {
        if (EXACT.test(setting))
            return value;
        if (setting === 'ForwardingSmtpAddress')
            return value.replace(/^smtp:/i, '').toLowerCase();
        return (TIME.test(setting) ? value.replace(/\.\d+$/, '') : value).toLowerCase();
    }
    if (Array.isArray(value))
        return value.map((item) => comparable(setting, item)).sort();
    if (!(0,src_json/* isObject */.Gv)(value))
        return value;
    const members = Object.entries(value).map(([name, member]) => [name, comparable(setting, member)]);
    return Object.fromEntries(members.sort(([a], [b]) => (a < b ? -1 : 1)));
}
/** Whether two values of a setting are the same to Exchange Online. */
function isSame(setting, one, other) {
    return JSON.stringify(comparable(setting, one)) === JSON.stringify(comparable(setting, other));
}
/**
 * The smallest PATCH for some settings of one target: members of `automaticRepliesSetting` and `workingHours` that are left out
 * keep their values. A member with parts of its own, such as a date with its time zone, is sent whole.
 *
 * @param resource the settings or the inbox rule, as just read
 */
function patchOf(resource, changes) {
    const patch = {};
    for (const { setting, after } of changes) {
        const [name = '', member, ...parts] = setting.split('.');
        if (member === undefined) {
            patch[name] = after;
            continue;
        }
        const written = (0,src_json/* isObject */.Gv)(patch[name]) ? patch[name] : {};
        const whole = written[member] ?? (0,src_json/* property */.MZ)((0,src_json/* property */.MZ)(resource, name), member);
        patch[name] = { ...written, [member]: parts.length === 0 ? after : withSetting(whole, parts, after) };
    }
    return patch;
}
/** An object with another value under a path. */
function withSetting(whole, [name = '', ...deeper], value) {
    const object = (0,src_json/* isObject */.Gv)(whole) ? whole : {};
    return { ...object, [name]: deeper.length === 0 ? value : withSetting(object[name], deeper, value) };
}

// EXTERNAL MODULE: ./src/reports/expressions/functions.ts
var functions = __webpack_require__(2734);
;// CONCATENATED MODULE: ./src/remediation/mailbox-settings.ts



// What Graph requires of a change of mailboxSettings, and what it changes besides.
// https://learn.microsoft.com/graph/api/user-update-mailboxsettings
const REPLIES = 'automaticRepliesSetting';
const STATUS = `${REPLIES}.status`;
const DATES = [`${REPLIES}.scheduledStartDateTime`, `${REPLIES}.scheduledEndDateTime`];
const HOURS = ['workingHours.startTime', 'workingHours.endTime'];
const LOCALE = 'language.locale';
const FORMATS = ['dateFormat', 'timeFormat'];
/** Why Graph would refuse changes of the settings of a mailbox, as just read; undefined if that is not known. */
function problemOf(resource, changes, now) {
    const after = changed(resource, changes);
    const sets = (path) => changes.some(({ setting }) => setting === path || setting.startsWith(`${path}.`));
    const [start, end] = HOURS.map((path) => settingIn(after, path));
    if (HOURS.some(sets) && typeof start === 'string' && typeof end === 'string' && start > end) {
        return { settings: HOURS, text: `would have working hours that start at ${start}, after they end at ${end}` };
    }
    const past = DATES.filter((path) => sets(path) && instantOf(settingIn(after, path)) <= now);
    if (past.length > 0)
        return { settings: past, text: `would have a schedule of automatic replies that is past` };
    return isScheduleOver(after, now) && sets(STATUS)
        ? { settings: [STATUS], text: 'would have automatic replies on a schedule that is over' }
        : undefined;
}
/** A schedule that is over is off: Graph refuses to write it, so `scheduled` becomes `disabled` where it has ended. */
function withoutPastSchedule(resource, changes, now) {
    if (!isScheduleOver(changed(resource, changes), now))
        return changes;
    return changes.map((change) => (change.setting === STATUS ? { ...change, after: 'disabled' } : change));
}
/**
 * The changes in the order of their requests: a change of the language moves the formats of dates and times, and it is not
 * documented which wins if one request has both.
 */
function inSteps(changes) {
    const isFormat = ({ setting }) => FORMATS.some((format) => format === setting);
    const formats = changes.filter(isFormat);
    if (formats.length === 0 || !changes.some(({ setting }) => setting === LOCALE))
        return [changes];
    return [changes.filter((change) => !isFormat(change)), formats];
}
/**
 * The formats of dates and times that a change of the language has moved ("recalculated based on changes to other property
 * values"), unless they are changes of their own.
 *
 * @param before the settings before the write
 * @param after as read back
 */
function movedFormats(changes, before, after) {
    const language = changes.find(({ setting }) => setting === LOCALE);
    if (language === undefined)
        return [];
    return FORMATS.flatMap((setting) => {
        const [earlier, now] = [settingIn(before, setting), settingIn(after, setting)];
        const isOwn = changes.some((change) => change.setting === setting);
        return isOwn || isSame(setting, earlier, now) ? [] : [{ ...language, setting, before: earlier, after: now }];
    });
}
function isScheduleOver(resource, now) {
    const status = settingIn(resource, STATUS);
    const isScheduled = typeof status === 'string' && status.toLowerCase() === 'scheduled';
    return isScheduled && instantOf(settingIn(resource, DATES[1])) <= now;
}
function changed(resource, changes) {
    return changes.reduce((result, { setting, after }) => withSetting(result, setting.split('.'), after), resource);
}
/** Epoch ms of a `dateTimeTimeZone`; NaN if it is none, or its zone is unknown. */
function instantOf(value) {
    const [dateTime, timeZone] = [(0,src_json/* property */.MZ)(value, 'dateTime'), (0,src_json/* property */.MZ)(value, 'timeZone')];
    if (typeof dateTime !== 'string')
        return NaN;
    return Date.parse((0,functions/* toUtc */.y)(dateTime, typeof timeZone === 'string' ? timeZone : 'UTC') ?? '');
}

;// CONCATENATED MODULE: ./src/remediation/apply.ts




/** Exchange Online can return the earlier value for a moment after a write. In ms. */
const SECOND_LOOK = 2_000;
/**
 * Applies changes, one target after the other: reads it, writes what still has the value of the plan, and reads it back.
 * Yields the changes of each target. A cmdlet that Exchange Online refuses is not run again. Throws only if `onWrite` does.
 */
async function* applyChanges(changes, options) {
    const refused = new Set();
    for (const ofTarget of Map.groupBy(changes, targetKey).values()) {
        const cmdlet = ofTarget[0]?.exchange?.cmdlet;
        if (cmdlet !== undefined && refused.has(cmdlet)) {
            yield ofTarget.map((change) => ({ change, status: 'failed', error: `Not tried: ${cmdlet} was refused before` }));
            continue;
        }
        const results = await applyToTarget(ofTarget, options);
        for (const { refused: name } of results)
            if (name !== undefined)
                refused.add(name);
        yield results;
    }
}
async function applyToTarget(planned, options) {
    const { service, signal, now } = options;
    const [target] = planned;
    if (target === undefined)
        return [];
    if (signal.aborted)
        return planned.map(cancelled);
    const found = await service.read(target, planned.map(({ setting }) => setting));
    if (found.status === 'cancelled')
        return planned.map(cancelled);
    if (found.status !== 'ok') {
        return planned.map((change) => ({ change, status: 'failed', error: `Not written: ${errorOf(found)}` }));
    }
    const changes = withoutPastSchedule(found.value, planned, now());
    const checked = withoutProblems(withStaleRules(changes.map((change) => ({ change, skipped: reasonToSkip(change, found.value) }))), found.value, now());
    const pending = checked.flatMap(({ change, skipped }) => (skipped === undefined ? [change] : []));
    const written = pending.length === 0 ? [] : await write(pending, target, found.value, options);
    return checked.flatMap(({ change, skipped }) => skipped ?? written.find((result) => result.change === change) ?? []);
}
/**
 * Skips also the other changes of a rule that has a stale one: settings of a rule may be safe only together, such as a
 * forwarding address and whether the mailbox keeps a copy.
 */
function withStaleRules(checked) {
    const stale = checked.flatMap(({ skipped }) => (skipped?.status === 'stale' ? [skipped.change] : []));
    const rules = new Set(stale.flatMap((change) => change.rules));
    const [first] = stale;
    if (first === undefined)
        return checked;
    const widened = checked.map(({ change, skipped }) => {
        if (skipped !== undefined || !change.rules.some((rule) => rules.has(rule)))
            return { change, skipped };
        const error = `Not written: ${first.setting}, which the same rule sets, changed since the plan`;
        return { change, skipped: { change, status: 'stale', error } };
    });
    return widened.every(({ skipped }, at) => skipped === checked[at]?.skipped) ? widened : withStaleRules(widened);
}
/** Skips what Graph would refuse, such as a date that has passed since the plan. */
function withoutProblems(checked, resource, now) {
    const pending = checked.flatMap(({ change, skipped }) => (skipped === undefined ? [change] : []));
    const problem = problemOf(resource, pending, now);
    if (problem === undefined)
        return checked;
    const isConcerned = (setting) => problem.settings.some((path) => setting === path || setting.startsWith(`${path}.`));
    return checked.map(({ change, skipped }) => skipped === undefined && isConcerned(change.setting)
        ? { change, skipped: { change, status: 'failed', error: `Not written: the mailbox ${problem.text}` } }
        : { change, skipped });
}
/** Why a change is not written to a target that has been read; undefined if it is written. */
function reasonToSkip(change, resource) {
    const { setting, before, after } = change;
    const current = settingIn(resource, setting);
    if (isSame(setting, current, after))
        return { change, status: 'unchanged', error: '' };
    if (!isSame(setting, current, before)) {
        return { change, status: 'stale', error: `Changed since the plan: the value is ${shown(current)}` };
    }
    // In Exchange Online, null clears a property.
    if (after !== null || change.exchange !== undefined)
        return undefined;
    return { change, status: 'failed', error: 'Not written: there was no value before, which cannot be restored' };
}
async function write(changes, target, resource, { service, signal, onWrite }) {
    if (signal.aborted)
        return changes.map(cancelled);
    const takeBack = onWrite(changes);
    const settings = changes.map(({ setting }) => setting);
    let response = { status: 'ok', value: {} };
    for (const step of inSteps(changes)) {
        response = await service.write(target, patchOf(resource, step));
        if (response.status !== 'ok')
            break;
    }
    let readBack = await service.read(target, settings);
    if (response.status === 'ok' && readBack.status === 'ok' && !areApplied(changes, readBack.value)) {
        await (0,promises_.setTimeout)(SECOND_LOOK);
        readBack = await service.read(target, settings);
    }
    const results = changes.map((change) => resultOf(change, response, readBack));
    if (readBack.status !== 'ok')
        return results;
    // Nothing of it is in the mailbox, so there is nothing to undo.
    if (results.every(({ status }) => status === 'failed'))
        takeBack();
    const moved = movedFormats(changes, resource, readBack.value);
    if (moved.length > 0)
        onWrite(moved);
    return results.map((result, at) => (at === 0 ? { ...result, moved } : result));
}
function areApplied(changes, resource) {
    return changes.every(({ setting, after }) => isSame(setting, settingIn(resource, setting), after));
}
/** A write whose response was lost counts by what is read back. */
function resultOf(change, response, readBack) {
    const { setting, after } = change;
    if (readBack.status !== 'ok') {
        const written = response.status === 'ok' ? 'Written' : `It is unknown whether this was written (${errorOf(response)})`;
        const status = response.status === 'ok' ? 'not-verified' : 'failed';
        return { change, status, error: `${written}, and not read back: ${errorOf(readBack)}` };
    }
    const current = settingIn(readBack.value, setting);
    if (isSame(setting, current, after))
        return { change, status: 'applied', error: '' };
    if (response.status !== 'ok') {
        const refused = response.status === 'access-denied' ? change.exchange?.cmdlet : undefined;
        return { change, status: 'failed', error: `Not written: ${errorOf(response)}`, refused };
    }
    return { change, status: 'not-verified', error: `Written, but the value is ${shown(current)}` };
}
function cancelled(change) {
    return { change, status: 'cancelled', error: '' };
}
function errorOf(result) {
    return result.status === 'ok' ? '' : [result.status, result.error].filter((part) => part !== '').join(', ');
}
function shown(value) {
    const text = (0,display/* cellText */.Ie)(value);
    return text === '' ? 'blank' : (0,display/* visibleLine */.P8)((0,display/* shortened */.vI)(text, 200));
}

// EXTERNAL MODULE: ./src/outputs/annotations.ts
var annotations = __webpack_require__(88944);
// EXTERNAL MODULE: ./src/outputs/artifact.ts
var artifact = __webpack_require__(20658);
// EXTERNAL MODULE: ./src/outputs/job-summary.ts
var job_summary = __webpack_require__(70572);
// EXTERNAL MODULE: ./src/run/log.ts
var log = __webpack_require__(23503);
// EXTERNAL MODULE: ./src/run/outputs.ts
var run_outputs = __webpack_require__(73815);
// EXTERNAL MODULE: ./src/outputs/markdown.ts
var markdown = __webpack_require__(10357);
// EXTERNAL MODULE: ./src/text/numbers.ts
var numbers = __webpack_require__(92613);
;// CONCATENATED MODULE: ./src/remediation/outcome.ts





const NOT_APPLIED = ['stale', 'not-verified', 'failed', 'cancelled'];
const STATUSES = ['applied', 'unchanged', ...NOT_APPLIED];
/** How many changes were not applied. */
function failedCount(countOf) {
    return NOT_APPLIED.reduce((sum, status) => sum + countOf(status), 0);
}
/** The result of changes of which some were not tried. */
function stoppedOutcome(countOf, reason) {
    return { result: countOf('applied') + countOf('not-verified') > 0 ? 'partial' : 'error', reason };
}
/** The result of changes that were applied, by how many have each status. */
function appliedOutcome(countOf) {
    const failed = failedCount(countOf);
    if (failed === 0)
        return { result: countOf('applied') > 0 ? 'applied' : 'unchanged', reason: undefined };
    const named = NOT_APPLIED.filter((status) => countOf(status) > 0).map((status) => `${(0,numbers/* count */.U9)(countOf(status))} ${status}`);
    const message = `${(0,numbers/* counted */.hS)(failed, 'change was', 'changes were')} not applied: ${named.join(', ')}; ${(0,numbers/* count */.U9)(countOf('applied'))} applied.`;
    const reason = countOf('cancelled') > 0
        ? new errors/* UserError */.yo('CANCELLED', `The run was cancelled. ${message}`, {
            hint: 'Make a new plan for the rest, and apply it.',
        })
        : new errors/* UserError */.yo('CHANGES_FAILED', message, {
            hint: 'applied.csv has the cause of each. Correct it, make a new plan and apply it: changes that took effect are not in it.',
        });
    if (countOf('applied') + countOf('not-verified') > 0)
        return { result: 'partial', reason };
    return { result: countOf('stale') === failed ? 'stale' : 'error', reason };
}
const MAX_CHANGES = 100;
const LONGEST_CELL = 120;
/** The job summary in GitHub's Markdown. With `counts`, no mailbox is named. */
function remediationSummary(summary, detail) {
    const { outcome, mode, changes, digest, countOf, warnings, artifact, folder } = summary;
    const { result, reason } = outcome;
    const statuses = STATUSES.filter((status) => countOf(status) > 0);
    const start = [
        `## Mailbox Report: ${mode} ${result}\n\n`,
        reason === undefined ? '' : `**${(0,markdown/* markdownText */.p7)(reason.message)}** ${(0,markdown/* markdownText */.p7)(reason.hint)}\n\n`,
        `${(0,numbers/* counted */.hS)(changes.length, 'change', 'changes')} planned.\n\n`,
        changes.length > 0 && mode === 'plan' ? `Plan digest: ${(0,markdown/* markdownCode */.D9)(digest)}\n\n` : '',
        statuses.length === 0
            ? ''
            : (0,markdown/* markdownTable */.Qj)(['Status', 'Changes'], statuses.map((status) => [status, (0,numbers/* count */.U9)(countOf(status))]), [1]),
        ...warnings.map((warning) => `- Warning: ${(0,markdown/* markdownText */.p7)(warning, 500)}\n`),
        artifact === undefined
            ? `- On the runner: ${(0,markdown/* markdownCode */.D9)(folder)}\n\n`
            : `- Artifact: ${(0,markdown/* markdownLink */.iQ)(artifact.name, artifact.url)}\n\n`,
    ].join('');
    const tables = detail === 'counts' ? '' : changeTables(changes);
    return Buffer.byteLength(start + tables) < job_summary/* MAX_SUMMARY_BYTES */.Q0 ? start + tables : start;
}
/** The first changes, in a table for each rule. */
function changeTables(changes) {
    const shown = Map.groupBy(changes.slice(0, MAX_CHANGES), ({ rules }) => rules.join('; '));
    const tables = [...shown].map(([rules, ofRule]) => {
        const rows = ofRule.map(({ address, item, setting, before, after }) => [
            (0,markdown/* markdownCode */.D9)(address),
            (0,markdown/* markdownText */.p7)(item === '' ? setting : `${item}: ${setting}`, LONGEST_CELL),
            (0,markdown/* markdownText */.p7)((0,display/* cellText */.Ie)(before), LONGEST_CELL),
            (0,markdown/* markdownText */.p7)((0,display/* cellText */.Ie)(after), LONGEST_CELL),
        ]);
        return `### ${(0,markdown/* markdownText */.p7)(rules)}\n\n${(0,markdown/* markdownTable */.Qj)(['Mailbox', 'Setting', 'Before', 'After'], rows)}`;
    });
    const more = changes.length - MAX_CHANGES;
    return tables.join('') + (more > 0 ? `and ${(0,numbers/* count */.U9)(more)} more: see plan.csv\n` : '');
}

;// CONCATENATED MODULE: ./src/remediation/delivery.ts







/** Uploads the files, writes the job summary and reports why the step fails. */
async function deliverRemediation(delivery, options) {
    const { core, outputs, warnings, inputs, step } = options;
    const { outcome, artifact } = await upload(delivery, options);
    outputs.set({ result: outcome.result });
    if (inputs.summary !== 'none') {
        const summary = { ...delivery, outcome, warnings: warnings.messages, artifact };
        await (0,job_summary/* writeStepSummary */.oG)(core, step.summaryFile, remediationSummary(summary, inputs.summary));
    }
    if (outcome.reason !== undefined)
        (0,annotations/* annotateError */.TF)(core, outcome.reason);
    core.info((0,log/* logText */.kc)(`Result: ${outcome.result}. Files: ${artifact?.url ?? delivery.folder}`));
    return outcome;
}
/** A failed upload is an error only if the changes themselves are not: the files stay on the runner. */
async function upload({ outcome, folder, files }, { core, outputs, warnings, inputs, step, deadline, loadArtifactClient: loadClient }) {
    const { artifactName: name, retentionDays } = inputs;
    if (name === undefined)
        return { outcome, artifact: undefined };
    const unsupported = (0,artifact/* unsupportedServer */.tT)(step);
    if (unsupported !== undefined) {
        warnings.add(unsupported);
        return { outcome, artifact: undefined };
    }
    const uploader = new artifact/* ArtifactUploader */.LT({ folder, step, log: core, retentionDays, deadline, loadClient });
    return (0,log/* logGroup */.QT)(core, `Upload the artifact ${name}`, async () => {
        try {
            const artifact = await uploadWithNewName(uploader, name, files);
            outputs.set((0,run_outputs/* artifactOutputs */.F)(artifact));
            return { outcome, artifact };
        }
        catch (error) {
            if (!(error instanceof errors/* UserError */.yo))
                throw error;
            const failed = { result: 'error', reason: error };
            return { outcome: outcome.reason === undefined ? failed : outcome, artifact: undefined };
        }
    });
}
const MAX_NAMES = 20;
/**
 * Uploads the files under the name, or the name and a number if the run has such an artifact: a plan and its apply are often
 * jobs of one run, and the undo.json of an earlier attempt must not be replaced.
 */
async function uploadWithNewName(uploader, base, files) {
    for (let number = 1;; number += 1) {
        const name = number === 1 ? base : `${base}-${number}`;
        try {
            return await uploader.upload(name, files, { earlier: 'keep' });
        }
        catch (error) {
            const isTaken = error instanceof errors/* UserError */.yo && error.code === 'ARTIFACT_NAME_TAKEN';
            if (!isTaken || number === MAX_NAMES)
                throw error;
        }
    }
}

// EXTERNAL MODULE: external "node:path"
var external_node_path_ = __webpack_require__(76760);
var external_node_path_default = /*#__PURE__*/__webpack_require__.n(external_node_path_);
// EXTERNAL MODULE: ./src/outputs/files/csv.ts
var csv = __webpack_require__(37126);
// EXTERNAL MODULE: external "node:fs"
var external_node_fs_ = __webpack_require__(73024);
// EXTERNAL MODULE: ./src/mailboxes/address.ts
var address = __webpack_require__(16592);
// EXTERNAL MODULE: ./src/policy/file/settings.ts
var settings = __webpack_require__(1708);
// EXTERNAL MODULE: ./src/files/workspace.ts
var files_workspace = __webpack_require__(79622);
;// CONCATENATED MODULE: ./src/remediation/undo-file.ts








const START = '{"version":1,"changes":[';
const END = '\n]}\n';
/**
 * `undo.json`, written before each write to a mailbox: it is complete JSON at every moment, so that a run that is killed
 * can be undone.
 */
class UndoFile {
    path;
    #file;
    /** Bytes up to the end of the last entry, and of the whole file. */
    #length = 0;
    #size = 0;
    #entries = 0;
    /** Throws the UserError `OUTPUT_UNWRITABLE`, as its methods do. */
    constructor(file) {
        this.path = file;
        this.#file = this.#guard(() => {
            (0,external_node_fs_.rmSync)(file, { force: true });
            return (0,external_node_fs_.openSync)(file, 'wx');
        });
        this.#put(START);
    }
    /** Adds changes that are about to be written. Returns a function that takes them back. */
    add(changes) {
        const before = { length: this.#length, entries: this.#entries };
        for (const { address, rules, item, inboxRule, exchange, setting, before: earlier, after } of changes) {
            const entry = { mailbox: address, rules, item, inboxRule, exchange, setting, before: earlier, after };
            this.#put(`${this.#entries === 0 ? '' : ','}\n${JSON.stringify(entry)}`);
            this.#entries += 1;
        }
        return () => {
            this.#length = before.length;
            this.#entries = before.entries;
            this.#put('');
        };
    }
    close() {
        this.#guard(() => {
            (0,external_node_fs_.closeSync)(this.#file);
        });
    }
    /** Overwrites the end. Entries that were taken back leave blanks behind, which JSON allows. */
    #put(text) {
        this.#guard(() => {
            const end = this.#length + Buffer.byteLength(text);
            const blanks = Math.max(this.#size - end - END.length, 0);
            (0,external_node_fs_.writeSync)(this.#file, `${text}${END}${' '.repeat(blanks)}`, this.#length);
            (0,external_node_fs_.fsyncSync)(this.#file);
            this.#length = end;
            this.#size = end + END.length + blanks;
        });
    }
    #guard(action) {
        try {
            return action();
        }
        catch (error) {
            throw (0,output_directory/* outputError */.cw)(this.path, error);
        }
    }
}
/** Reads the changes of an `undo.json` in the order of their writes. Rejects with the UserError `UNDO_FILE`. */
async function readUndoFile(file, workspace) {
    const { bytes, shown } = await (0,files_workspace/* readWorkspaceFile */.sL)(file, workspace, {
        ...{ code: 'UNDO_FILE', noun: 'undo file', input: 'undo-file', extensions: ['json'], names: [] },
    });
    const json = (0,src_json/* jsonOrUndefined */._D)(new TextDecoder().decode(bytes));
    const entries = (0,src_json/* property */.MZ)(json, 'changes');
    const changes = Array.isArray(entries) && (0,src_json/* property */.MZ)(json, 'version') === 1 ? entries.map(changeOf) : undefined;
    if (changes?.every((change) => change !== undefined) === true)
        return changes;
    throw new errors/* UserError */.yo('UNDO_FILE', `${shown} is not the undo.json of a run.`, {
        hint: 'Download the artifact of the run that applied the changes, and set "undo-file" to the undo.json in it, unchanged.',
        place: { file: shown },
    });
}
/** Only settings that a policy can set are restored. */
function changeOf(entry) {
    if (!(0,src_json/* isObject */.Gv)(entry))
        return undefined;
    const { mailbox, rules, item, inboxRule, setting, before, after } = entry;
    if (typeof mailbox !== 'string' || !(0,address/* isMailboxId */.GB)(mailbox) || typeof item !== 'string')
        return undefined;
    if (typeof setting !== 'string' || before === undefined || after === undefined)
        return undefined;
    if (inboxRule !== undefined && (typeof inboxRule !== 'string' || /^\.*$/.test(inboxRule)))
        return undefined;
    if (!Array.isArray(rules))
        return undefined;
    const exchange = exchangeTargetIn(entry.exchange);
    if (exchange === undefined && entry.exchange !== undefined)
        return undefined;
    // An object as the value of a parameter can make a cmdlet do something else.
    const hasObject = [before, after].some((value) => typeof value === 'object' && value !== null);
    if (exchange !== undefined && (inboxRule !== undefined || hasObject))
        return undefined;
    const report = reportOf({ inboxRule, exchange });
    const isWholeZone = report === 'mailbox-settings' && setting === 'workingHours.timeZone';
    if (!Object.hasOwn((0,settings/* writableSettings */.m)(report) ?? {}, setting) && !isWholeZone)
        return undefined;
    const ids = rules.filter((rule) => typeof rule === 'string');
    return { address: mailbox, rules: ids, item, inboxRule, exchange, setting, before, after };
}
function exchangeTargetIn(value) {
    const [cmdlet, identity] = [(0,src_json/* property */.MZ)(value, 'cmdlet'), (0,src_json/* property */.MZ)(value, 'identity')];
    if (typeof cmdlet !== 'string' || !isSetCmdlet(cmdlet) || !isGuid(identity))
        return undefined;
    return { cmdlet, identity };
}

;// CONCATENATED MODULE: ./src/remediation/files.ts




/** Writes `plan.csv` and returns its path. Rejects with the UserError `OUTPUT_UNWRITABLE`. */
async function writePlan(folder, changes, inputs) {
    const file = new csv/* CsvFile */.fL(external_node_path_default().join(folder, 'plan.csv'), CHANGE_COLUMNS, csvOptions(inputs));
    try {
        await file.write(changes.map(changeCells));
    }
    finally {
        await file.close();
    }
    return file.path;
}
/** `applied.csv` and `undo.json`, on disk after each change. */
class AppliedFiles {
    #csv;
    #undo;
    #counts = new Map();
    /** Creates the files. Throws the UserError `OUTPUT_UNWRITABLE`. */
    constructor(folder, inputs) {
        this.#csv = new csv/* CsvFile */.fL(external_node_path_default().join(folder, 'applied.csv'), [...CHANGE_COLUMNS, 'Status', 'Error'], csvOptions(inputs));
        this.#undo = new UndoFile(external_node_path_default().join(folder, 'undo.json'));
    }
    get paths() {
        return [this.#csv.path, this.#undo.path];
    }
    count(status) {
        return this.#counts.get(status) ?? 0;
    }
    /** Records changes that are about to be written. Returns a function that takes them back. */
    beforeWrite(changes) {
        return this.#undo.add(changes);
    }
    async add(changes) {
        for (const { status } of changes)
            this.#counts.set(status, this.count(status) + 1);
        await this.#csv.write(changes.map(({ change, status, error }) => [...changeCells(change), status, error]));
        await this.#csv.flush();
    }
    async close() {
        this.#undo.close();
        await this.#csv.close();
    }
}
function csvOptions({ csvBom, csvDelimiter }) {
    return { bom: csvBom, delimiter: csvDelimiter };
}

// EXTERNAL MODULE: ./src/policy/load.ts
var load = __webpack_require__(58164);
// EXTERNAL MODULE: ./src/reports/built-in.ts + 9 modules
var built_in = __webpack_require__(27959);
// EXTERNAL MODULE: ./src/reports/choose.ts
var choose = __webpack_require__(4274);
// EXTERNAL MODULE: ./src/reports/definition.ts
var definition = __webpack_require__(54530);
// EXTERNAL MODULE: ./src/run/read-inputs.ts
var read_inputs = __webpack_require__(66339);
;// CONCATENATED MODULE: ./src/remediation/inputs.ts








const inputs_MAX_CHANGES = 100_000;
/** Reads the inputs of the remediate action and the files that they name. Rejects with a UserError if one is not valid. */
async function readRemediation(env, workspace) {
    const inputs = readRemediateInputs(env);
    if (inputs.undoFile !== undefined) {
        const undone = await readUndoFile(inputs.undoFile, workspace);
        return {
            inputs,
            policy: undefined,
            baseline: undefined,
            undone,
            reports: reportsNamed(new Set(undone.map(reportOf))),
        };
    }
    const named = await (0,choose/* chooseReports */.jK)(inputs.report, workspace);
    const { policy } = await (0,load/* choosePolicy */.KV)(inputs.policy, workspace, named);
    const baseline = await (0,load/* chooseBaseline */.hf)(inputs.baseline, workspace, policy);
    return { inputs, policy, baseline, undone: undefined, reports: policy === undefined ? [] : reportsToChange(policy) };
}
/** Undoing requires neither a list nor a policy. */
function readRemediateInputs(env) {
    const mode = (0,read_inputs/* choice */.Yq)(env, 'mode', ['plan', 'apply', 'undo']);
    const inputs = (0,read_inputs/* readReportInputs */.gM)(env, mode !== 'undo');
    if (mode !== 'undo')
        (0,read_inputs/* required */.mw)(env, 'policy');
    return {
        ...inputs,
        mode,
        planDigest: mode === 'apply' ? planDigest(env) : undefined,
        undoFile: mode === 'undo' ? (0,read_inputs/* required */.mw)(env, 'undo-file') : undefined,
        maxChanges: (0,read_inputs/* wholeNumber */.rD)('max-changes', (0,read_inputs/* text */.Qq)(env, 'max-changes') ?? '50', inputs_MAX_CHANGES),
    };
}
function planDigest(env) {
    const digest = (0,read_inputs/* required */.mw)(env, 'plan-digest').toLowerCase();
    if (/^[0-9a-f]{64}$/.test(digest))
        return digest;
    throw (0,read_inputs/* invalid */.Gq)('plan-digest', digest, 'Use the output "plan-digest" of the run that made the plan, 64 hex digits.');
}
/** The reports whose rules set something. The settings of a mailbox are read whenever they may be set. */
function reportsToChange(policy) {
    const named = new Set(policy.rules.filter(({ set }) => set !== undefined).map(({ report }) => report));
    if (named.size === 0) {
        throw new errors/* UserError */.yo('POLICY_FILE', `No rule of ${policy.file} has "set", so there is nothing to change.`, {
            hint: 'Add "set" to the rules whose violations this action corrects.',
            place: { file: policy.file },
        });
    }
    if (named.has('automatic-replies'))
        named.add('mailbox-settings');
    return reportsNamed(named);
}
/**
 * Rows keep the object of the service. Reports of Exchange Online also read the id by which a mailbox is changed, and whether
 * the properties of a synchronized one are managed in the cloud.
 */
function reportsNamed(names) {
    return [...built_in/* builtInReports */.v.values()]
        .filter(({ name }) => names.has(name))
        .map((report) => {
        if (!(0,definition/* isExchangeReport */.Uq)(report))
            return { ...report, keepsObject: true };
        const managed = report.name === 'mailbox-properties' ? ['IsExchangeCloudManaged'] : [];
        const select = [...report.request.select, 'Guid', ...managed];
        return { ...report, keepsObject: true, request: { ...report.request, select } };
    });
}

// EXTERNAL MODULE: ./src/auth/app-roles.ts
var app_roles = __webpack_require__(62045);
// EXTERNAL MODULE: ./src/auth/sign-in.ts + 6 modules
var sign_in = __webpack_require__(58145);
// EXTERNAL MODULE: ./src/source/exchange.ts + 10 modules
var source_exchange = __webpack_require__(41460);
;// CONCATENATED MODULE: ./src/remediation/permission.ts







const WRITING = 'MailboxSettings.ReadWrite';
/**
 * Rejects with the UserError `WRITE_DENIED` if the application may not change what the run is about, as far as the tokens
 * say so, and warns if Exchange Online seems to say so.
 */
async function requireWritePermission(reports, { tokens, exchangeTokens }, options) {
    if (reports.some(definition/* isGraphReport */.xg))
        await requireGraphPermission(tokens, options);
    if (exchangeTokens !== undefined)
        await requireCmdlets(reports, { ...options, tokens: exchangeTokens });
}
/** Only warns if the token has no app role: RBAC for Applications in Exchange Online grants permissions that no token contains. */
async function requireGraphPermission(tokens, { inputs, warnings }) {
    const { roles } = await tokens.get();
    if (roles === undefined || (0,app_roles/* covers */.hU)(roles, WRITING))
        return;
    const hint = `Add ${WRITING} to the application that writes under API permissions > Microsoft Graph > Application permissions, and ` +
        `let an administrator grant consent there or at ${(0,sign_in/* consentUrl */.CH)(inputs)} .`;
    if (roles.length > 0) {
        const message = `The token has only the app roles ${roles.join(', ')}: ${WRITING} is missing.`;
        throw new errors/* UserError */.yo('WRITE_DENIED', message, { hint });
    }
    warnings.add(`The token has no app role: ${WRITING} is missing. ${hint} Ignore this warning if RBAC for Applications in Exchange Online grants it.`);
}
/**
 * Exchange Online seems to list only the cmdlets that a role of the application includes. Nobody has seen this list with an
 * application's token, so one that is missing only warns: the first write that is refused decides.
 */
async function requireCmdlets(reports, { warnings, ...options }) {
    const needed = reports.flatMap(({ name }) => setCmdletOf(name) ?? []);
    const [first] = needed;
    if (first === undefined)
        return;
    const { roles } = await options.tokens.get();
    if (roles !== undefined && !roles.includes(cmdlets/* APP_ROLE */.py)) {
        const message = `The token for Exchange Online has no ${cmdlets/* APP_ROLE */.py}.`;
        throw new errors/* UserError */.yo('WRITE_DENIED', message, { hint: (0,cmdlets/* grantHint */._s)(first, options.inputs.clientId) });
    }
    const allowed = await new source_exchange/* Exchange */.k(options).client.allowedCmdlets().catch((error) => {
        if (error instanceof errors/* UserError */.yo || options.signal.aborted)
            throw error;
        // An interface without documentation must not stop a run: a write that is refused says so.
        return undefined;
    });
    const missing = needed.find((cmdlet) => allowed?.has(cmdlet.toLowerCase()) === false);
    if (missing === undefined)
        return;
    const hint = (0,cmdlets/* grantHint */._s)(missing, options.inputs.clientId);
    warnings.add(`Exchange Online does not list ${missing} among the cmdlets of the application. ${hint}`);
}

// EXTERNAL MODULE: external "node:crypto"
var external_node_crypto_ = __webpack_require__(77598);
// EXTERNAL MODULE: ./src/reports/row-identity.ts
var row_identity = __webpack_require__(53894);
;// CONCATENATED MODULE: ./src/remediation/plan.ts






/**
 * Collects what the rules of a policy change, as mailboxes pass. Only violations that fail or warn are changed: never an
 * exempt, known or inconclusive one, and nothing in a mailbox of which a report could not be read.
 */
class PlanCollector {
    #changes = new Map();
    #now;
    /** The changes of the mailbox that is being added, by their target. */
    #targets = new Map();
    /** Mailboxes of the plan whose properties on-premises may synchronize. */
    synchronized = 0;
    /** Violations that `set` does not correct, because the settings have these values already. */
    ineffective = 0;
    /** Violations in inbox rules that Graph does not let anybody change. */
    readOnly = 0;
    /** Violations that cannot be corrected, because Exchange Online does not show the property or the id of the mailbox. */
    unknown = 0;
    constructor(now) {
        this.#now = now;
    }
    get changes() {
        return [...this.#changes.values()];
    }
    /** Adds the changes of a mailbox. Throws the UserErrors `SET_CONFLICT` and `SET_REFUSED`. */
    add(result) {
        if (result.status !== 'ok')
            return;
        for (const report of result.reports) {
            for (const verdict of report.verdict?.rules ?? []) {
                if (verdict.rule.set === undefined)
                    continue;
                const violated = new Set(verdict.findings.filter(isCounted).map(({ row }) => row));
                for (const row of violated)
                    if (row !== undefined)
                        this.#addRow(verdict.rule, row, report, result);
            }
        }
        for (const { resource, changes, rule } of this.#targets.values())
            this.#check(resource, changes, rule);
        this.#targets.clear();
    }
    /** Looks at all changes of a target of the mailbox, which several rules may require. */
    #check(resource, changes, { place }) {
        const [first] = changes;
        if (first?.exchange !== undefined) {
            const isCloudManaged = resource.IsDirSynced !== true || resource.IsExchangeCloudManaged === true;
            if (first.exchange.cmdlet === 'Set-Mailbox' && !isCloudManaged)
                this.synchronized += 1;
            return;
        }
        const problem = problemOf(resource, changes, this.#now);
        if (first === undefined || problem === undefined)
            return;
        const rules = [...new Set(changes.flatMap((change) => change.rules))].join('", "');
        throw new errors/* UserError */.yo('SET_REFUSED', `With the "set" of the rules "${rules}", ${first.address} ${problem.text}.`, {
            hint: 'Graph refuses this. Correct "set", or leave the mailbox out under "when" or by an exemption.',
            place,
        });
    }
    #addRow(rule, row, report, result) {
        const resource = resourceOf(row, report, result);
        if (resource === undefined)
            return;
        const isInboxRule = report.definition.name === 'inbox-rules';
        if (isInboxRule && (resource.isReadOnly === true || typeof resource.id !== 'string')) {
            this.readOnly += 1;
            return;
        }
        const settings = rule.set ?? [];
        const target = targetOf(row, report, resource);
        const isHidden = target?.exchange !== undefined && settings.some(({ path }) => !Object.hasOwn(resource, path));
        if (target === undefined || isHidden) {
            this.unknown += 1;
            return;
        }
        const item = (0,row_identity/* rowIdentity */.lM)(report.definition).itemOf(row);
        const changed = settings.map((setting) => this.#addSetting(rule, wholeTimeZone(setting), target, { item, resource }));
        if (!changed.includes(true))
            this.ineffective += 1;
    }
    /** Returns false if the setting has the value already. */
    #addSetting(rule, { path: setting, value: after }, target, { item, resource }) {
        const { id, place } = rule;
        const before = settingIn(resource, setting);
        if (isSame(setting, before, after))
            return false;
        const key = JSON.stringify([targetKey(target), setting]);
        const planned = this.#changes.get(key);
        if (planned === undefined) {
            const change = { ...target, rules: [id], item, setting, before, after };
            this.#changes.set(key, change);
            const { changes = [] } = this.#targets.get(targetKey(target)) ?? {};
            this.#targets.set(targetKey(target), { resource, rule, changes: [...changes, change] });
        }
        else if (!isSame(setting, planned.after, after)) {
            throw new errors/* UserError */.yo('SET_CONFLICT', `The rules "${planned.rules.join('", "')}" and "${id}" set ${setting} of ${target.address} to different values.`, { hint: 'Set the same value in both rules, or limit each to different mailboxes under "when".', place });
        }
        else if (!planned.rules.includes(id)) {
            planned.rules.push(id);
        }
        return true;
    }
}
/** Whether a finding is a violation, neither exempt nor known. */
function isCounted({ verdict }) {
    return verdict === 'fail' || verdict === 'warn';
}
/** Where the changes of a row are written; undefined if Exchange Online does not say which mailbox it is. */
function targetOf({ mailbox: { address } }, { definition }, resource) {
    const cmdlet = setCmdletOf(definition.name);
    if (cmdlet !== undefined) {
        return isGuid(resource.Guid)
            ? { address, inboxRule: undefined, exchange: { cmdlet, identity: resource.Guid } }
            : undefined;
    }
    const { id } = resource;
    return { address, inboxRule: definition.name === 'inbox-rules' && typeof id === 'string' ? id : undefined };
}
/** What `set` is a part of: the inbox rule of the row, the object of Exchange Online, or the settings of the mailbox. */
function resourceOf(row, { definition }, { reports }) {
    const isOwn = definition.name === 'inbox-rules' || setCmdletOf(definition.name) !== undefined;
    const settings = reports.find((report) => report.definition.name === 'mailbox-settings');
    const { object } = (isOwn ? row : settings?.rows[0]) ?? {};
    return (0,src_json/* isObject */.Gv)(object) ? object : undefined;
}
/** A custom time zone has more than a name, so the zone is replaced as a whole. */
function wholeTimeZone({ path, value }) {
    return path === 'workingHours.timeZone.name'
        ? { path: 'workingHours.timeZone', value: { name: value } }
        : { path, value };
}
/** The changes in the order of plan.csv, which does not depend on the mailbox list. */
function sortedChanges(changes) {
    return changes
        .map((change) => ({ change, key: changeKey(change) }))
        .sort((a, b) => (a.key < b.key ? -1 : a.key > b.key ? 1 : 0))
        .map(({ change }) => change);
}
/** The SHA-256 of a plan in hex: the same changes give the same digest on any machine, in any order. */
function plan_planDigest(changes) {
    const lines = changes.map(changeKey).sort();
    return (0,external_node_crypto_.createHash)('sha256').update(lines.join('\n')).digest('hex');
}
function changeKey({ address, rules, item, inboxRule = '', exchange, setting, before, after }) {
    const values = [comparable(setting, before), comparable(setting, after)];
    const target = [inboxRule, exchange?.cmdlet ?? '', exchange?.identity.toLowerCase() ?? ''];
    return JSON.stringify([address.toLowerCase(), item, setting, ...target, [...rules].sort(), ...values]);
}

// EXTERNAL MODULE: ./src/exchange/command.ts
var command = __webpack_require__(12788);
// EXTERNAL MODULE: ./src/graph/batch.ts
var batch = __webpack_require__(35624);
// EXTERNAL MODULE: ./src/source/graph.ts + 11 modules
var source_graph = __webpack_require__(28107);
;// CONCATENATED MODULE: ./src/remediation/services.ts







/**
 * The service of each target. Sends nothing.
 *
 * @param exchangeTokens undefined if no target is in Exchange Online
 * @param options `signal`: the deadline of the run, since a cancelled run completes the change that is under way
 */
function settingsService({ tokens, exchangeTokens }, options) {
    const graph = graphService(new source_graph/* Graph */.T({ ...options, tokens }));
    if (exchangeTokens === undefined)
        return graph;
    const exchange = exchangeService(new source_exchange/* Exchange */.k({ ...options, tokens: exchangeTokens }).runner, options.signal);
    const serviceOf = (target) => (target.exchange === undefined ? graph : exchange);
    return {
        read: (target, settings) => serviceOf(target).read(target, settings),
        write: (target, values) => serviceOf(target).write(target, values),
    };
}
/** Reads and PATCHes the settings of mailboxes and inbox rules through Graph. */
function graphService(graph) {
    const urlOf = ({ address, inboxRule }) => (0,batch/* mailboxUrl */.Yl)(address, inboxRule === undefined ? 'mailboxSettings' : `mailFolders/inbox/messageRules/${encodeURIComponent(inboxRule)}`);
    return {
        read: (target) => graph.send({ url: urlOf(target) }),
        write: (target, body) => graph.send({ url: urlOf(target), body }),
    };
}
const READING = {
    'Set-Mailbox': 'Get-Mailbox',
    'Set-CASMailbox': 'Get-CASMailbox',
};
/** Reads and changes properties of mailboxes by the cmdlets of Exchange Online. `signal` ends requests. */
function exchangeService(runner, signal) {
    const asResult = async (action) => {
        try {
            return await action();
        }
        catch (error) {
            return signal.aborted ? { status: 'cancelled', error: '' } : { status: 'failed', error: (0,errors/* describeError */.Uc)(error) };
        }
    };
    return {
        read: (target, settings) => asResult(async () => {
            const { cmdlet, identity } = exchangeTarget(target);
            const select = ['Guid', ...settings];
            const command = { cmdlet: READING[cmdlet], parameters: { Identity: identity }, select };
            return propertiesIn(await runner.run(command), identity, settings);
        }),
        write: (target, values) => asResult(async () => {
            const { cmdlet, identity } = exchangeTarget(target);
            const outcome = await runner.write({ cmdlet, parameters: { Identity: identity, ...values }, select: [] });
            return outcome.kind === 'read' ? { status: 'ok', value: {} } : withRoleHint(failureOf(outcome), cmdlet, values);
        }),
    };
}
function exchangeTarget({ exchange }) {
    if (exchange === undefined)
        throw new Error('a target of Graph');
    return exchange;
}
/** The properties of the one mailbox that was asked for. A property that is left out is unknown, and must not look like null. */
function propertiesIn(outcome, identity, settings) {
    if (outcome.kind !== 'read')
        return failureOf(outcome);
    const [item, ...others] = (0,command/* selectedProperties */.p6)((0,command/* objectsOf */.iZ)(outcome.body), ['Guid', ...settings]);
    const isOther = !isGuid(item?.Guid) || item.Guid.toLowerCase() !== identity.toLowerCase();
    if (item === undefined || others.length > 0 || isOther) {
        return { status: 'failed', error: 'Exchange Online returned another mailbox' };
    }
    const missing = settings.find((setting) => !Object.hasOwn(item, setting));
    if (missing !== undefined)
        return { status: 'failed', error: `Exchange Online does not show ${missing}` };
    return { status: 'ok', value: item };
}
/** How Exchange says that a parameter does not exist: in general, or for the roles of the application. */
const REJECTED_PARAMETER = /Invalid cmdlet parameters specified|cannot be found that matches parameter name/i;
function withRoleHint(failure, cmdlet, values) {
    if (failure.status === 'ok' || !REJECTED_PARAMETER.test(failure.error))
        return failure;
    const command = (0,cmdlets/* rolesCommand */.dV)(cmdlet, Object.keys(values));
    return { ...failure, error: `${failure.error}. No role of the application may have it: ${command} lists the roles` };
}
function failureOf(outcome) {
    const { error } = outcome;
    if (outcome.kind === 'denied')
        return { status: 'access-denied', error };
    return { status: outcome.kind === 'expired' ? 'failed' : outcome.status, error };
}

// EXTERNAL MODULE: ./src/run/repository-visibility.ts
var repository_visibility = __webpack_require__(48210);
// EXTERNAL MODULE: ./src/run/runner.ts
var run_runner = __webpack_require__(7927);
// EXTERNAL MODULE: ./src/source/sign-in.ts + 11 modules
var source_sign_in = __webpack_require__(32660);
// EXTERNAL MODULE: ./src/source/source.ts + 1 modules
var source = __webpack_require__(52987);
// EXTERNAL MODULE: ./src/totals/totals.ts + 1 modules
var totals_totals = __webpack_require__(61205);
// EXTERNAL MODULE: ./src/totals/verdict-counts.ts + 1 modules
var verdict_counts = __webpack_require__(57761);
// EXTERNAL MODULE: ./src/actions/conclude.ts
var conclude = __webpack_require__(32078);
// EXTERNAL MODULE: ./src/actions/pipeline.ts
var pipeline = __webpack_require__(8573);
;// CONCATENATED MODULE: ./src/actions/remediate.ts




























/** Receives the outputs of the report action that sign-in and reading set. */
const NO_OUTPUTS = new run_outputs/* StepOutputs */.b({ setOutput: () => undefined });
/**
 * Runs the remediate action: plans, applies or undoes changes. Returns whether the step fails. Never rejects: what was
 * changed is written, uploaded and summarised, and exactly one error says why the step fails.
 */
function remediate(env, runner, observer) {
    return (0,conclude/* runAction */.Cs)(env, runner.core, async (outputs) => {
        const step = (0,run_runner/* stepEnvironment */.a)(env);
        const remediation = await readRemediation(env, step.workspace);
        const { policy, reports } = remediation;
        const notes = policy === undefined ? [] : [`Reads ${reports.map(({ name }) => name).join(', ')}`];
        await (0,log/* logSettings */.AF)(runner.core, settingsOf(remediation), notes);
        const oidc = () => (0,federated/* oidcEndpoint */.Y)(env);
        const { reason } = await run(remediation, step, runner, { outputs, oidc, observer });
        return { fails: reason !== undefined };
    });
}
/** Plans or takes over the changes, performs what the mode asks for, and delivers the result. */
async function run(remediation, step, runner, { outputs, oidc, observer }) {
    const { core, dispatcher, signal, deadline, now, random, loadArtifactClient } = runner;
    const { inputs, reports, undone } = remediation;
    const warnings = new log/* Warnings */.eS(core);
    const visibility = (0,repository_visibility/* isPublicRepository */.G)(step, { dispatcher, signal });
    const signInOptions = { core, outputs: NO_OUTPUTS, warnings, dispatcher, signal, now, oidc };
    const signedIn = await (0,log/* logGroup */.QT)(core, 'Sign in', () => (0,source_sign_in/* signIn */.Jv)(inputs, reports, signInOptions));
    const http = { inputs, dispatcher, signal, now, random };
    if (inputs.mode !== 'plan')
        await requireWritePermission(reports, signedIn, { ...http, warnings });
    const changes = undone === undefined ? await makePlan(remediation, signedIn, step, { ...runner, warnings }) : inverted(undone);
    const digest = plan_planDigest(changes);
    const folder = await (0,output_directory/* createOutputDirectory */.ne)(inputs.outputDirectory, step);
    outputs.set({ 'output-directory': folder, 'change-count': changes.length, 'plan-digest': digest });
    core.info(`Plan: ${(0,numbers/* counted */.hS)(changes.length, 'change', 'changes')}, digest ${digest}`);
    const planned = await writePlan(folder, changes, inputs);
    observer?.onPlan(changes);
    for (const effect of sideEffects(changes))
        warnings.add(effect);
    if (await visibility)
        (0,conclude/* warnOfVisibility */.Kw)(inputs, warnings);
    const decided = outcomeWithoutWrites(changes.length, digest, inputs);
    // A cancelled run completes the change that is under way.
    const service = settingsService(signedIn, { ...http, signal: deadline });
    const { outcome, files, countOf } = decided === undefined
        ? await applyPlan(changes, { inputs, folder, service, observer, core, outputs, signal, now })
        : { outcome: decided, files: [], countOf: () => 0 };
    const plan = { mode: inputs.mode, changes, digest, folder };
    return deliverRemediation({ ...plan, outcome, countOf, files: [planned, ...files] }, { core, outputs, warnings, inputs, step, deadline, loadArtifactClient });
}
/** The outcome of a plan that is not applied; undefined if the mode and the checks allow it. */
function outcomeWithoutWrites(changes, digest, { mode, planDigest: approved, maxChanges }) {
    if (changes === 0)
        return { result: 'unchanged', reason: undefined };
    if (mode === 'plan')
        return { result: 'planned', reason: undefined };
    if (mode === 'apply' && digest !== approved) {
        const message = `The plan differs from the approved one. Its digest is now ${digest}. Nothing was changed.`;
        const hint = 'Settings, the list or the policy changed after the approval. Review the new plan.csv and approve it.';
        return { result: 'stale', reason: new errors/* UserError */.yo('PLAN_CHANGED', message, { hint }) };
    }
    if (changes <= maxChanges)
        return undefined;
    const message = `The plan has ${(0,numbers/* counted */.hS)(changes, 'change', 'changes')}; "max-changes" allows ${maxChanges}. Nothing was changed.`;
    const hint = 'Check that the policy is right. Then raise "max-changes", or shorten the mailbox list.';
    return { result: 'error', reason: new errors/* UserError */.yo('PLAN_TOO_LARGE', message, { hint }) };
}
/**
 * Reads and judges the mailboxes, and returns what the policy changes, sorted. Rejects with a UserError: of the list, the
 * sign-in or Exchange Online, `SET_CONFLICT`, `INCOMPLETE` if no mailbox could be read, or `CANCELLED`.
 */
async function makePlan({ inputs, reports, policy, baseline }, { tokens, exchangeTokens }, { workspace, isDebug }, { core, dispatcher, signal, now, random, warnings }) {
    if (policy === undefined)
        throw new Error('a plan without a policy');
    const list = await (0,log/* logGroup */.QT)(core, 'Mailbox list', () => (0,source/* listMailboxes */.d)(inputs, workspace, core, NO_OUTPUTS));
    const http = { dispatcher, signal, now, random };
    const graph = new source_graph/* Graph */.T({ inputs, tokens, ...http, debugLog: isDebug ? core : undefined });
    const exchange = exchangeTokens && new source_exchange/* Exchange */.k({ inputs, tokens: exchangeTokens, ...http });
    const services = { graph, exchange, core, warnings, outputs: NO_OUTPUTS, started: now() };
    const { reader } = await (0,source/* prepareSource */.p)(inputs, reports, list, services);
    const judge = (0,policy_judge.compilePolicy)(policy, reports, now(), baseline);
    const plan = new PlanCollector(now());
    const totals = await (0,log/* logGroup */.QT)(core, 'Read the mailboxes', () => (0,pipeline/* runPipeline */.aI)({
        source: (0,progress/* logProgress */.s)({ core, now, signal }, { reader, waits: () => graph.limiter.throttling.waits, total: list.length }),
        reports,
        stages: [(0,pipeline/* policyStage */.Dg)(judge)],
        totals: new totals_totals/* Totals */.s(reports, new verdict_counts/* VerdictCounts */.A(policy), now()),
        sinks: [plan],
    }));
    const { read, unreadable, total } = totals.mailboxes;
    core.info((0,log/* logText */.kc)(`Read ${(0,numbers/* count */.U9)(read)} of ${(0,numbers/* counted */.hS)(total, 'mailbox', 'mailboxes')}`));
    if (signal.aborted) {
        throw new errors/* UserError */.yo('CANCELLED', 'The run was cancelled before the plan was complete. Nothing was changed.', {
            hint: 'Run the workflow again.',
        });
    }
    if (reader.stoppedBy !== undefined)
        throw reader.stoppedBy;
    if (read === 0) {
        throw new errors/* UserError */.yo('INCOMPLETE', 'No mailbox could be read, so there is no plan.', {
            hint: 'Run the report action on the same list: its report has the cause for each mailbox.',
        });
    }
    if (unreadable > 0) {
        warnings.add(`${(0,numbers/* counted */.hS)(unreadable, 'mailbox', 'mailboxes')} could not be read and will not be changed.`);
    }
    (0,conclude/* warnOfPolicy */.eb)(judge, warnings);
    warnOfUncorrected(plan, warnings);
    return sortedChanges(plan.changes);
}
function warnOfUncorrected({ readOnly, ineffective, unknown, synchronized }, warnings) {
    if (synchronized > 0) {
        const planned = (0,numbers/* counted */.hS)(synchronized, 'mailbox of the plan is', 'mailboxes of the plan are');
        warnings.add(`${planned} synchronized from on-premises, and not known to be managed in the cloud (IsExchangeCloudManaged). ` +
            'Exchange Online refuses some changes there: make these on-premises.');
    }
    if (readOnly > 0) {
        const rules = (0,numbers/* counted */.hS)(readOnly, 'violating inbox rule is', 'violating inbox rules are');
        warnings.add(`${rules} read-only and cannot be changed through Graph. Ask the owners to delete them in Outlook.`);
    }
    if (ineffective > 0) {
        const found = (0,numbers/* counted */.hS)(ineffective, 'violation is', 'violations are');
        warnings.add(`${found} not corrected by "set": the settings have these values already.`);
    }
    if (unknown > 0) {
        const found = (0,numbers/* counted */.hS)(unknown, 'violation is', 'violations are');
        warnings.add(`${found} not corrected: Exchange Online does not show the earlier value, or the id of the mailbox.`);
    }
}
/** What the changes do, or may do, besides. In sentences. */
function sideEffects(changes) {
    const mailboxes = (isAffected) => new Set(changes.filter(isAffected).map(({ address }) => address.toLowerCase())).size;
    const ruled = mailboxes(({ inboxRule }) => inboxRule !== undefined);
    const blocked = mailboxes(({ setting, after }) => setting === 'OWAEnabled' && after === false);
    return [
        // https://learn.microsoft.com/powershell/module/exchangepowershell/disable-inboxrule
        ...(ruled === 0
            ? []
            : [
                `The plan changes inbox rules of ${(0,numbers/* counted */.hS)(ruled, 'mailbox', 'mailboxes')}. Exchange's cmdlets delete the client-side ` +
                    'rules of Outlook in a mailbox when they change one of its rules. Whether Graph does is unknown, and deleted rules cannot be restored.',
            ]),
        // https://learn.microsoft.com/powershell/module/exchangepowershell/set-casmailbox
        ...(blocked === 0
            ? []
            : [
                `The plan sets OWAEnabled to false in ${(0,numbers/* counted */.hS)(blocked, 'mailbox', 'mailboxes')}, which blocks Outlook on the web and ` +
                    'the new Outlook for Windows.',
            ]),
    ];
}
/** Changes back, the last one first. */
function inverted(changes) {
    return changes.map((change) => ({ ...change, before: change.after, after: change.before })).reverse();
}
/** Applies changes. A record that cannot be written stops it; the files of what was done are kept. */
async function applyPlan(changes, { inputs, folder, service, observer, core, outputs, signal, now }) {
    const files = new AppliedFiles(folder, inputs);
    const countOf = (status) => files.count(status);
    let unwritable;
    let refused;
    try {
        await (0,log/* logGroup */.QT)(core, inputs.mode === 'undo' ? 'Undo the changes' : 'Apply the changes', async () => {
            const onWrite = (written) => files.beforeWrite(written);
            for await (const done of applyChanges(changes, { service, signal, now, onWrite })) {
                await files.add(done);
                observer?.onDone(done);
                refused ??= done.find((each) => each.refused !== undefined);
                for (const each of done.flatMap(linesOf))
                    core.info((0,log/* logText */.kc)(each));
            }
        });
    }
    catch (error) {
        if (!(error instanceof errors/* UserError */.yo))
            throw error;
        unwritable = error;
    }
    finally {
        await files.close();
    }
    outputs.set({ 'applied-count': countOf('applied'), 'failed-count': failedCount(countOf) });
    const stoppedBy = unwritable ?? (refused && refusedError(refused, inputs));
    const outcome = stoppedBy === undefined ? appliedOutcome(countOf) : stoppedOutcome(countOf, stoppedBy);
    return { outcome, files: files.paths, countOf };
}
/** Exchange Online refuses a cmdlet for every mailbox, so the first refusal stands for all. */
function refusedError({ refused = 'Set-Mailbox', error }, { clientId }) {
    const message = `Exchange Online does not let the application run ${refused}. ${error}`;
    return new errors/* UserError */.yo('WRITE_DENIED', message, { hint: (0,cmdlets/* grantHint */._s)(refused, clientId) });
}
/** The lines about a change, and about what its write has changed besides. */
function linesOf(applied) {
    const moved = (applied.moved ?? []).map((change) => `${changeLine(change)}: changed with language.locale`);
    const { change, status, error } = applied;
    return [`${changeLine(change)}: ${[status, error].filter((part) => part !== '').join('. ')}`, ...moved];
}
function changeLine(change) {
    const [before, after] = [change.before, change.after].map((value) => (0,display/* shortened */.vI)((0,display/* cellText */.Ie)(value), 80) || 'blank');
    return `${change.address} ${change.setting}: ${before} -> ${after}`;
}
function settingsOf({ inputs, reports, policy, baseline }) {
    return {
        mode: inputs.mode,
        'tenant-id': inputs.tenantId,
        'client-id': inputs.clientId,
        'graph-url': inputs.graphUrl,
        'exchange-url': (0,source_sign_in/* needsExchange */.z8)(inputs, reports) ? inputs.exchangeUrl : undefined,
        policy: policy?.file,
        mailboxes: policy && inputs.mailboxes.join(', '),
        baseline: baseline?.file,
        'undo-file': inputs.undoFile,
        'max-changes': String(inputs.maxChanges),
    };
}


/***/ }),

/***/ 1708:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   $: () => (/* binding */ WRITABLE_REPORTS),
/* harmony export */   m: () => (/* binding */ writableSettings)
/* harmony export */ });
/* harmony import */ var windows_iana__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(67376);
/* harmony import */ var windows_iana__WEBPACK_IMPORTED_MODULE_0___default = /*#__PURE__*/__webpack_require__.n(windows_iana__WEBPACK_IMPORTED_MODULE_0__);
/* harmony import */ var _mailboxes_address_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(16592);


const TEXT = { accepts: (value) => typeof value === 'string', expected: 'a text' };
const FORMAT = {
    accepts: (value) => typeof value === 'string' && /^[dMyHhmst .,:/'-]{1,40}$/.test(value),
    expected: 'a short date or time format, such as yyyy-MM-dd or HH:mm',
};
const TIME_ZONE = {
    accepts: (value) => typeof value === 'string' && isTimeZone(value),
    expected: 'a Windows or IANA time zone, such as "W. Europe Standard Time" or Europe/Berlin',
};
const TIME_OF_DAY = {
    accepts: (value) => typeof value === 'string' && /^(?:[01]\d|2[0-3]):[0-5]\d:[0-5]\d(?:\.0{1,7})?$/.test(value),
    expected: "a time in quotes, such as '08:00:00'",
};
const LOCAL_DATE_TIME = {
    accepts: (value) => typeof value === 'string' &&
        /^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d(?:\.\d{1,7})?$/.test(value) &&
        !Number.isNaN(Date.parse(`${value.slice(0, 19)}Z`)),
    expected: "a date and time in quotes, such as '2027-01-04T08:00:00'",
};
const LOCALE = {
    accepts: (value) => typeof value === 'string' && /^[a-z]{2,3}(?:-[A-Z][a-z]{3})?(?:-(?:[A-Z]{2}|\d{3}))?$/.test(value),
    expected: 'a language and region, such as de-DE',
};
const WEEKDAYS = ['sunday', 'monday', 'tuesday', 'wednesday', 'thursday', 'friday', 'saturday'];
const DAYS = {
    accepts: (value) => Array.isArray(value) &&
        value.length > 0 &&
        new Set(value).size === value.length &&
        value.every((day) => WEEKDAYS.includes(day)),
    expected: 'a list of weekdays, such as [monday, tuesday]',
};
/**
 * The writable properties of Graph's `mailboxSettings`; `archiveFolder` and `userPurpose` are read-only.
 * https://learn.microsoft.com/graph/api/user-update-mailboxsettings
 */
const MAILBOX_SETTINGS = {
    'automaticRepliesSetting.status': oneOf('disabled', 'alwaysEnabled', 'scheduled'),
    'automaticRepliesSetting.externalAudience': oneOf('none', 'contactsOnly', 'all'),
    'automaticRepliesSetting.internalReplyMessage': TEXT,
    'automaticRepliesSetting.externalReplyMessage': TEXT,
    'automaticRepliesSetting.scheduledStartDateTime.dateTime': LOCAL_DATE_TIME,
    'automaticRepliesSetting.scheduledStartDateTime.timeZone': TIME_ZONE,
    'automaticRepliesSetting.scheduledEndDateTime.dateTime': LOCAL_DATE_TIME,
    'automaticRepliesSetting.scheduledEndDateTime.timeZone': TIME_ZONE,
    dateFormat: FORMAT,
    delegateMeetingMessageDeliveryOptions: oneOf('sendToDelegateAndInformationToPrincipal', 'sendToDelegateAndPrincipal', 'sendToDelegateOnly'),
    'language.locale': LOCALE,
    timeFormat: FORMAT,
    timeZone: TIME_ZONE,
    'workingHours.daysOfWeek': DAYS,
    'workingHours.startTime': TIME_OF_DAY,
    'workingHours.endTime': TIME_OF_DAY,
    'workingHours.timeZone.name': TIME_ZONE,
};
/** A policy may only disable an inbox rule. */
const INBOX_RULE = { isEnabled: { accepts: (value) => value === false, expected: 'false' } };
const TRUTH = { accepts: (value) => typeof value === 'boolean', expected: 'true or false' };
/** Parameters of `Set-Mailbox`. https://learn.microsoft.com/powershell/module/exchange/set-mailbox */
const MAILBOX = {
    ForwardingSmtpAddress: {
        accepts: (value) => value === null || (typeof value === 'string' && (0,_mailboxes_address_js__WEBPACK_IMPORTED_MODULE_1__/* .isAddress */ .PW)(value.replace(/^smtp:/i, ''))),
        expected: 'null, which clears it, or an SMTP address',
    },
    ForwardingAddress: {
        accepts: (value) => value === null || (typeof value === 'string' && /^(?=.*\S)[^\p{Cc}]{1,1000}$/u.test(value)),
        expected: 'null, which clears it, or the name of a recipient as the report shows it',
    },
    DeliverToMailboxAndForward: TRUTH,
    AuditEnabled: TRUTH,
    MessageCopyForSentAsEnabled: TRUTH,
    HiddenFromAddressListsEnabled: TRUTH,
};
/** Parameters of `Set-CASMailbox`. https://learn.microsoft.com/powershell/module/exchange/set-casmailbox */
const CLIENT_ACCESS = {
    SmtpClientAuthenticationDisabled: {
        accepts: (value) => value === null || typeof value === 'boolean',
        expected: 'true, false, or null for the setting of the organization',
    },
    ImapEnabled: TRUTH,
    PopEnabled: TRUTH,
    ActiveSyncEnabled: TRUTH,
    OWAEnabled: TRUTH,
};
const WRITABLE = new Map([
    ['mailbox-settings', MAILBOX_SETTINGS],
    ['automatic-replies', MAILBOX_SETTINGS],
    ['inbox-rules', INBOX_RULE],
    ['mailbox-properties', MAILBOX],
    ['client-access', CLIENT_ACCESS],
]);
/** The reports whose rules can set something. */
const WRITABLE_REPORTS = [...WRITABLE.keys()];
/** What the rules about a report can set; undefined if the report only reads. */
function writableSettings(report) {
    return WRITABLE.get(report);
}
/** Whether Exchange Online knows a time zone of this name. */
function isTimeZone(name) {
    return name === 'UTC' || (0,windows_iana__WEBPACK_IMPORTED_MODULE_0__.findIana)(name).length > 0 || (0,windows_iana__WEBPACK_IMPORTED_MODULE_0__.findWindows)(name).length > 0;
}
function oneOf(...choices) {
    return {
        accepts: (value) => typeof value === 'string' && choices.includes(value),
        expected: choices.map((choice) => `"${choice}"`).join(' or '),
        choices,
    };
}


/***/ })

};
