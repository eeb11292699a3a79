export const id = 427;
export const ids = [427];
export const modules = {

/***/ 52427:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

// ESM COMPAT FLAG
__webpack_require__.r(__webpack_exports__);

// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  remediate: () => (/* binding */ remediate)
});

// EXTERNAL MODULE: external "node:path"
var external_node_path_ = __webpack_require__(76760);
var external_node_path_default = /*#__PURE__*/__webpack_require__.n(external_node_path_);
// EXTERNAL MODULE: ./src/outputs/files/output-directory.ts
var output_directory = __webpack_require__(3075);
// EXTERNAL MODULE: ./src/errors.ts
var errors = __webpack_require__(83916);
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
// EXTERNAL MODULE: ./src/text/display.ts
var display = __webpack_require__(24745);
// EXTERNAL MODULE: ./src/text/numbers.ts
var numbers = __webpack_require__(92613);
// EXTERNAL MODULE: ./src/json.ts
var src_json = __webpack_require__(8301);
// EXTERNAL MODULE: ./src/mailboxes/address.ts
var address = __webpack_require__(16592);
// EXTERNAL MODULE: ./src/policy/file/settings.ts
var settings = __webpack_require__(1708);
;// CONCATENATED MODULE: ./src/remediation/change.ts




const SET_CMDLETS = ['Set-Mailbox', 'Set-CASMailbox'];
/** The reports whose rows have these properties, by the cmdlet. */
const EXCHANGE_REPORTS = {
    'Set-Mailbox': 'mailbox-properties',
    'Set-CASMailbox': 'client-access',
};
/** The cmdlet for the properties of a report; undefined for a report of Graph. */
function setCmdletOf(report) {
    return SET_CMDLETS.find((cmdlet) => EXCHANGE_REPORTS[cmdlet] === report);
}
/** The report whose rows show what a target is changed to. */
function reportOf({ inboxRule, exchange }) {
    if (exchange !== undefined)
        return EXCHANGE_REPORTS[exchange.cmdlet];
    return inboxRule === undefined ? 'mailbox-settings' : 'inbox-rules';
}
/** The result of a change of which no write was sent. */
function unwritten(change, status, error = '') {
    return { change, status, error, isWritten: false };
}
/** The columns of `plan.csv`, and the first of `applied.csv`. */
const CHANGE_COLUMNS = [
    ...['MailboxName', 'Rule', 'Title', 'Item', 'Setting', 'Before', 'After', 'Found', 'Expected'],
];
/** A change as the cells of a record. */
function changeCells(change) {
    const { address, rules, title = '', item, setting, before, after, found = '', expected = '' } = change;
    return [address, rules.join('; '), title, item, setting, before, after, found, expected];
}
/**
 * The change that an object of a `plan.json` or an `undo.json` describes, in the form of `storedChange`. Undefined unless it is of a
 * setting that a policy can set.
 */
function changeIn(entry) {
    if (!(0,src_json/* isObject */.Gv)(entry))
        return undefined;
    const { mailbox, mailboxId, rules, item, inboxRule, setting, before, after } = entry;
    if (typeof mailbox !== 'string' || !(0,address/* isMailboxId */.GB)(mailbox) || typeof item !== 'string')
        return undefined;
    if (mailboxId !== undefined && !(0,src_json/* isGuid */.W_)(mailboxId))
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
    return { address: mailbox, mailboxId, rules: ids, item, inboxRule, exchange, setting, before, after };
}
function exchangeTargetIn(value) {
    const identity = (0,src_json/* property */.MZ)(value, 'identity');
    const cmdlet = SET_CMDLETS.find((name) => name === (0,src_json/* property */.MZ)(value, 'cmdlet'));
    return cmdlet === undefined || !(0,src_json/* isGuid */.W_)(identity) ? undefined : { cmdlet, identity };
}
/** A change in the form that `changeIn` reads. Members that are undefined are left out of its JSON. */
function storedChange(change) {
    const { address: mailbox, mailboxId, rules, item, inboxRule, exchange, setting, before, after } = change;
    return { mailbox, mailboxId, rules, item, inboxRule, exchange, setting, before, after };
}
/** The text of a `plan.json` or an `undo.json`, with a line for each change. */
function changesFile(header, changes) {
    const lines = changes.map((change) => JSON.stringify(change));
    return `${JSON.stringify(header).slice(0, -1)},"changes":[\n${lines.join(',\n')}\n]}\n`;
}
/** Identifies the target of a change. Addresses compare without case; in Exchange Online, a mailbox can have several. */
function targetKey({ address, inboxRule = '', exchange }) {
    if (exchange !== undefined)
        return JSON.stringify([exchange.identity.toLowerCase(), exchange.cmdlet]);
    return JSON.stringify([address.toLowerCase(), inboxRule]);
}
/** A setting with the name of its inbox rule. */
function settingName({ item, setting }) {
    return item === '' ? setting : `${item}: ${setting}`;
}
/** A change on one line. Hostile text until escaped. `longest`: of each value. */
function changeText(change, longest = Infinity) {
    const [before, after] = [change.before, change.after].map((value) => (0,display/* shortened */.vI)((0,display/* cellText */.Ie)(value), longest) || 'blank');
    return `${change.address} ${settingName(change)}: ${before} -> ${after}`;
}

// EXTERNAL MODULE: ./node_modules/windows-iana/dist/index.js
var dist = __webpack_require__(67376);
// EXTERNAL MODULE: ./src/reports/expressions/plain-text.ts
var plain_text = __webpack_require__(10787);
;// CONCATENATED MODULE: ./src/remediation/setting-values.ts




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
/**
 * Whether a value of a setting is one that Graph returns and does not accept: none, or a blank that is no text for people. In Exchange
 * Online, null clears a property.
 */
function isUnset({ setting, exchange }, value) {
    return exchange === undefined && (value === null || (value === '' && !setting.endsWith('Message')));
}
/** Whether two values of a setting are the same to the service. */
function isSame(setting, one, other) {
    return JSON.stringify(comparable(setting, one)) === JSON.stringify(comparable(setting, other));
}
/**
 * Whether a value is what the service makes of another: it wraps the text of a reply in HTML, and writes the Windows name of a
 * time zone. `loadPlainText` must have run.
 */
function shows(setting, value, other) {
    if (isSame(setting, value, other))
        return true;
    if ((0,src_json/* isObject */.Gv)(value) && (0,src_json/* isObject */.Gv)(other))
        return shows(`${setting}.name`, value.name ?? null, other.name ?? null);
    if (typeof value !== 'string' || typeof other !== 'string')
        return false;
    if (setting.endsWith('Message'))
        return (0,plain_text/* plainText */.w)(value).text === (0,plain_text/* plainText */.w)(other).text;
    return /timeZone(?:\.name)?$/i.test(setting) && windowsZone(value) === windowsZone(other);
}
function windowsZone(name) {
    return ((0,dist.findWindows)(name)[0] ?? name).toLowerCase();
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
        patch[name] = { ...written, [member]: parts.length === 0 ? after : (0,src_json/* withValueAt */.h7)(whole, parts, after) };
    }
    return patch;
}
/** A resource with other values of some settings. */
function changed(resource, changes) {
    const result = changes.reduce((whole, { setting, after }) => (0,src_json/* withValueAt */.h7)(whole, setting.split('.'), after), resource);
    // Another recipient has another address, which only Exchange Online knows.
    return changes.some(({ setting }) => setting === 'ForwardingAddress')
        ? { ...result, recipientAddress: null }
        : result;
}
/** A value in an error. */
function shownValue(value) {
    const text = (0,display/* cellText */.Ie)(value);
    return text === '' ? 'blank' : (0,display/* visibleLine */.P8)((0,display/* shortened */.vI)(text, 200));
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
/**
 * Whether a change to `scheduled` is done, because the replies are off and the schedule is over: Graph refuses to write it, and
 * it would change nothing.
 */
function isOff(resource, changes, now) {
    const isDisabled = isSame(STATUS, settingIn(resource, STATUS), 'disabled');
    const isOver = isDisabled && isScheduleOver(changed(resource, changes), now);
    return ({ setting }) => isOver && setting === STATUS;
}
/**
 * The changes in the order of their requests: a change of the language moves the formats of dates and times, and it is not
 * documented which wins if one request has both.
 */
function inSteps(changes) {
    if (changes.length === 0)
        return [];
    const isFormat = ({ setting }) => FORMATS.some((format) => format === setting);
    const formats = changes.filter(isFormat);
    if (formats.length === 0 || !changes.some(isLanguage))
        return [changes];
    return [changes.filter((change) => !isFormat(change)), formats];
}
function isLanguage({ setting }) {
    return setting === LOCALE;
}
/**
 * The formats of dates and times that a change of the language has moved ("recalculated based on changes to other property
 * values"), unless they are changes of their own.
 *
 * @param before the settings before the write
 * @param after as read back
 */
function movedFormats(changes, before, after) {
    const language = changes.find(isLanguage);
    if (language === undefined)
        return [];
    return FORMATS.flatMap((setting) => {
        const [earlier, now] = [settingIn(before, setting), settingIn(after, setting)];
        const isOwn = changes.some((change) => change.setting === setting);
        return isOwn || isSame(setting, earlier, now) ? [] : [{ ...language, setting, before: earlier, after: now }];
    });
}
/** The properties of a resource, as read back, that differ although they were not set. */
function otherDifferences(changes, before, after) {
    const isOwn = (path) => changes.some(({ setting }) => `${path}.`.startsWith(`${setting}.`) || (setting === LOCALE && path.startsWith('language.')));
    return leavesOf(after).flatMap((setting) => {
        const [earlier, now] = [settingIn(before, setting), settingIn(after, setting)];
        return isOwn(setting) || isSame(setting, earlier, now) ? [] : [{ setting, before: earlier, after: now }];
    });
}
/** The paths of the values of an object, without annotations of OData. */
function leavesOf(object, prefix = '') {
    return Object.entries(object).flatMap(([name, value]) => {
        if (name.includes('@'))
            return [];
        return (0,src_json/* isObject */.Gv)(value) ? leavesOf(value, `${prefix}${name}.`) : [prefix + name];
    });
}
function isScheduleOver(resource, now) {
    const status = settingIn(resource, STATUS);
    const isScheduled = typeof status === 'string' && status.toLowerCase() === 'scheduled';
    return isScheduled && instantOf(settingIn(resource, DATES[1])) <= now;
}
/** Epoch ms of a `dateTimeTimeZone`; NaN if it is none, or its zone is unknown. */
function instantOf(value) {
    const [dateTime, timeZone] = [(0,src_json/* property */.MZ)(value, 'dateTime'), (0,src_json/* property */.MZ)(value, 'timeZone')];
    if (typeof dateTime !== 'string')
        return NaN;
    return Date.parse((0,functions/* toUtc */.y)(dateTime, typeof timeZone === 'string' ? timeZone : 'UTC') ?? '');
}

// EXTERNAL MODULE: ./src/reports/definition.ts
var reports_definition = __webpack_require__(54530);
// EXTERNAL MODULE: ./src/reports/row-identity.ts
var row_identity = __webpack_require__(53894);
;// CONCATENATED MODULE: ./src/remediation/planned-change.ts





/** The change that a rule requires of one setting, with the reasons for it. */
function plannedChange(target, { path: setting, value: after }, { id, title, when, expect }, { findings, judged, resource, }) {
    const columns = new Set([...Object.keys(when), ...Object.keys(expect)].filter((column) => column !== reports_definition/* MAILBOX_COLUMN */.aN));
    const cells = [...columns].map((column) => cellOf(judged.report, judged.row, column));
    // Where a rule forwards is often a condition, and evidence. True and false say no more than the rule.
    const conditions = cells
        .filter(({ column, value }) => !Object.hasOwn(expect, column) && value !== null && typeof value !== 'boolean')
        .map(({ column, value }) => ({ column, found: value }));
    return {
        ...target,
        rules: [id],
        title,
        item: itemOf(judged),
        setting,
        before: settingIn(resource, setting),
        after,
        found: [...findings, ...conditions]
            .map(({ column, found }) => `${column}: ${(0,display/* cellText */.Ie)(found) || 'blank'}`)
            .join('; '),
        expected: findings.map(({ column, expected }) => `${column}: ${expected}`).join('; '),
        cells,
    };
}
/** A change that several rules require. Throws the UserError `SET_CONFLICT` if they set different values. */
function merged(earlier, change, { place }) {
    if (earlier === undefined)
        return change;
    const { setting, address } = change;
    if (!isSame(setting, earlier.after, change.after)) {
        const named = [...earlier.rules, ...change.rules].join('" and "');
        throw new errors/* UserError */.yo('SET_CONFLICT', `The rules "${named}" set ${setting} of ${address} to different values.`, {
            hint: 'Set the same value in both rules, or limit each to different mailboxes under "when".',
            place,
        });
    }
    const joined = (name) => [...new Set([earlier[name], change[name]])].join('; ');
    const others = change.cells.filter(({ report, column }) => !earlier.cells.some((cell) => cell.report === report && cell.column === column));
    return {
        ...earlier,
        rules: [...new Set([...earlier.rules, ...change.rules])],
        title: joined('title'),
        found: joined('found'),
        expected: joined('expected'),
        cells: [...earlier.cells, ...others],
    };
}
/** A cell of a row as plans keep it. */
function cellOf(report, row, column) {
    const carried = report.listColumns?.get(column);
    if (carried !== undefined) {
        return { report: report.name, column, value: row.mailbox.columns?.[carried] ?? null };
    }
    const at = Object.keys(report.columns).indexOf(column);
    const cell = { report: report.name, column, value: row.cells[at] ?? null };
    return row.incomplete?.has(at) === true ? { ...cell, isUnknown: true } : cell;
}
function isSameCell(one, other) {
    const [a, b] = [one, other].map(({ column, value, isUnknown = false }) => [isUnknown, comparable(column, value)]);
    return JSON.stringify(a) === JSON.stringify(b);
}
function itemOf({ report, row }) {
    return (0,row_identity/* rowIdentity */.lM)(report).itemOf(row);
}

;// CONCATENATED MODULE: ./src/remediation/target-plan.ts




/** Why violations are left as they are, to complete "3 violations are not changed: ...". */
const SKIPPED = {
    'read-only': 'the inbox rule is read-only and cannot be changed through Graph. Ask the owner to delete it in Outlook',
    hidden: 'Exchange Online does not show the earlier value, or the id of the mailbox',
    ineffective: 'not corrected by "set", since the settings have these values already',
    unclear: 'the rule has several columns, and it is not clear which settings correct them. Name the column under "set"',
    'addresses-unknown': 'the rule has exemptions, and the other addresses of the mailbox are not known. Grant the application User.Read.All',
    'same-mailbox': 'the list names the mailbox by another address, too',
};
/** Decides what the rules of a policy change of one target: the settings of a mailbox, an inbox rule, or what a cmdlet sets. */
class TargetPlanner {
    #options;
    constructor(options) {
        this.#options = options;
    }
    /** The row of a report that shows an object of the service, with its violations; undefined if it cannot be read as one. */
    judged(report, mailbox, resource) {
        const row = this.#options.readRow(report, mailbox, resource);
        return (row && { report, row, findings: countedFindings(row, this.#options.judge.judgeOf(report.name)?.([row]).rules) });
    }
    /**
     * Changes only the settings that violating cells need. Throws the UserError `SET_CONFLICT` if rules set different values or undo each
     * other, and `SET_REFUSED` if a rule is violated after its change too, or the service would refuse the change.
     */
    plan(target, resource, rows) {
        const changes = new Map();
        const skipped = [];
        const rules = new Map();
        for (const judged of rows) {
            for (const [rule, findings] of Map.groupBy(judged.findings, (finding) => finding.rule)) {
                if (rule.set === undefined)
                    continue;
                const needed = this.#reasonToSkip(rule, target, resource) ?? this.#needed(rule, findings, judged, resource);
                if (typeof needed === 'string') {
                    skipped.push(skippedRow(judged, rule, needed));
                    continue;
                }
                const differing = needed.filter(({ path, value }) => !isSame(path, settingIn(resource, path), value));
                if (differing.length === 0)
                    skipped.push(skippedRow(judged, rule, 'ineffective'));
                for (const { path, value } of differing) {
                    rules.set(rule.id, rule);
                    const change = plannedChange(target, { path, value }, rule, { findings, judged, resource });
                    changes.set(path, merged(changes.get(path), change, rule));
                }
            }
        }
        const planned = [...changes.values()];
        if (planned.length > 0)
            this.#check(target, resource, { rows, planned, rules });
        return { changes: planned, skipped };
    }
    #reasonToSkip(rule, target, resource) {
        const { address, inboxRule, exchange } = target;
        if (inboxRule !== undefined && (resource.isReadOnly === true || inboxRule === ''))
            return 'read-only';
        const isShown = (rule.set ?? []).every(({ path }) => Object.hasOwn(resource, path));
        if (exchange !== undefined && (exchange.identity === '' || !isShown))
            return 'hidden';
        const { judge, identities } = this.#options;
        const isKnown = identities.of(address)?.addresses !== undefined;
        return !isKnown && judge.exemptions.isInForce(rule.id) ? 'addresses-unknown' : undefined;
    }
    /** The settings that the violating cells of a row need. */
    #needed(rule, findings, judged, resource) {
        const settings = (rule.set ?? []).map(wholeTimeZone);
        const columns = Object.keys(rule.expect);
        const violating = new Set(findings.map(({ column }) => column));
        if (columns.length === 1)
            return settings;
        const corrected = new Set();
        const needed = [];
        for (const setting of settings) {
            const shownIn = setting.column === undefined ? this.#columnsOf(setting, judged, resource, columns) : [setting.column];
            for (const column of shownIn)
                corrected.add(column);
            const isAlready = isSame(setting.path, settingIn(resource, setting.path), setting.value);
            if (shownIn.length === 0 && !isAlready && violating.size < columns.length)
                return 'unclear';
            if (shownIn.length === 0 || shownIn.some((column) => violating.has(column)))
                needed.push(setting);
        }
        const isCorrected = violating.size === columns.length || [...violating].every((column) => corrected.has(column));
        return isCorrected ? needed : 'unclear';
    }
    /** The columns whose cells a setting changes. */
    #columnsOf({ path, value }, { report, row }, resource, columns) {
        const [before, after] = [resource, changed(resource, [{ setting: path, after: value }])].map((object) => this.#options.readRow(report, row.mailbox, object));
        if (before === undefined || after === undefined)
            return [];
        return columns.filter((column) => !isSameCell(cellOf(report, before, column), cellOf(report, after, column)));
    }
    #check(target, resource, { rows, planned, rules, }) {
        const [[, first] = []] = rules;
        const named = [...rules.keys()].join('", "');
        const problem = target.exchange === undefined ? problemOf(resource, planned, this.#options.now) : undefined;
        if (problem !== undefined) {
            throw new errors/* UserError */.yo('SET_REFUSED', `With the "set" of the rules "${named}", ${target.address} ${problem.text}.`, {
                hint: 'Graph refuses this. Correct "set", or leave the mailbox out under "when" or by an exemption.',
                place: first?.place,
            });
        }
        const after = changed(resource, planned);
        for (const { report, row, findings } of rows) {
            for (const { rule, column } of this.judged(report, row.mailbox, after)?.findings ?? []) {
                const about = `${column} of ${target.address}`;
                if (rules.has(rule.id)) {
                    const message = `The "set" of the rule "${rule.id}" does not satisfy it: ${about} would still violate it.`;
                    const hint = 'Correct "set", or leave the mailbox out under "when" or by an exemption.';
                    throw new errors/* UserError */.yo('SET_REFUSED', message, { hint, place: rule.place });
                }
                // A warning that asks for another change, such as the deletion of a disabled inbox rule, is no contradiction.
                if (rule.set === undefined && rule.severity === 'warning')
                    continue;
                if (findings.some((finding) => finding.rule === rule))
                    continue;
                const message = `With the "set" of the rules "${named}", ${about} would violate the rule "${rule.id}".`;
                const hint = 'Correct the rules so that a mailbox can satisfy all of them, or limit each to different mailboxes under "when".';
                throw new errors/* UserError */.yo('SET_CONFLICT', message, { hint, place: rule.place });
            }
        }
    }
}
function skippedRow(judged, rule, reason) {
    return { address: judged.row.mailbox.address, item: itemOf(judged), rule: rule.id, reason };
}
/** The violations of a row that `set` corrects, as skipped for a reason. */
function rowsToChange(judged, reason) {
    const rules = new Set(judged.findings.map(({ rule }) => rule).filter(({ set }) => set !== undefined));
    return [...rules].map((rule) => skippedRow(judged, rule, reason));
}
/** The violations of a row that are neither exempt nor known. */
function countedFindings(row, rules = []) {
    return rules
        .flatMap(({ findings }) => findings)
        .filter((finding) => finding.row === row && (finding.verdict === 'fail' || finding.verdict === 'warn'));
}
/** A custom time zone has more than a name, so the zone is replaced as a whole. */
function wholeTimeZone(setting) {
    if (setting.path !== 'workingHours.timeZone.name')
        return setting;
    return { ...setting, path: 'workingHours.timeZone', value: { name: setting.value } };
}

;// CONCATENATED MODULE: ./src/remediation/plan-summary.ts






const LONGEST_CELL = 120;
const LONGEST_VALUE = 300;
const MAX_GROUPS = 100;
const MAX_SKIPPED = 200;
/** Ms of a request, and how many are sent at the same time, as the bench measured them for Graph and others for Exchange Online. */
const GRAPH = { ms: 200, parallel: 8 };
const EXCHANGE = { ms: 850, parallel: 4 };
/** A read, a write, and a read. */
const REQUESTS = 3;
/** About how long an apply of changes takes without throttling, in ms. */
function estimatedDuration(changes) {
    const writes = (isExchange) => new Set(changes.filter(({ exchange }) => (exchange !== undefined) === isExchange).map(targetKey)).size;
    const time = (isExchange, { ms, parallel }) => (writes(isExchange) * REQUESTS * ms) / parallel;
    return time(false, GRAPH) + time(true, EXCHANGE);
}
/** The changes of a plan as Markdown: how many of each kind, then each, as far as there is room. */
function planTables({ changes, skipped, detail, room }) {
    const groups = [...Map.groupBy(changes, keyOf).values()].sort((a, b) => b.length - a.length);
    const head = [
        changes.length === 0
            ? ''
            : `Applying the plan takes about ${(0,numbers/* duration */.p0)(estimatedDuration(changes))}, without throttling.\n\n`,
        changes.length === 0 ? '' : groupTable(groups, detail),
    ].join('');
    if (detail === 'counts')
        return head;
    const text = new BoundedText(head, room);
    const sections = Map.groupBy(groups.flat(), ({ rules, setting, after }) => JSON.stringify([rules, setting, after]));
    for (const section of sections.values())
        text.add(...sectionLines(section));
    if (skipped.length > 0)
        text.add(...skippedLines(skipped));
    return text.toString();
}
function keyOf({ rules, setting, before, after }) {
    return JSON.stringify([rules, setting, before, after]);
}
function groupTable(groups, detail) {
    const isFull = detail === 'full';
    const rows = groups.slice(0, MAX_GROUPS).flatMap((group) => {
        const [first] = group;
        if (first === undefined)
            return [];
        const { rules, setting } = first;
        return [
            [
                (0,markdown/* markdownText */.p7)(rules.join('; ')),
                (0,markdown/* markdownText */.p7)(setting),
                ...(isFull ? valueCells(first) : []),
                (0,numbers/* count */.U9)(group.length),
            ],
        ];
    });
    const columns = ['Rule', 'Setting', ...(isFull ? ['Before', 'After'] : []), 'Changes'];
    const more = groups.length - MAX_GROUPS;
    const rest = more > 0 ? `and ${(0,numbers/* count */.U9)(more)} more kinds of changes: see plan.csv\n\n` : '';
    return (0,markdown/* markdownTable */.Qj)(columns, rows, [columns.length - 1]) + rest;
}
function valueCells({ before, after }) {
    return [before, after].map((value) => (0,markdown/* markdownText */.p7)((0,display/* cellText */.Ie)(value) || 'blank', LONGEST_CELL));
}
/** The heading of changes to one value, and the lines of their table. */
function sectionLines(section) {
    const [first] = section;
    if (first === undefined)
        return ['', []];
    const heading = `### ${(0,markdown/* markdownText */.p7)(first.title || first.rules.join('; '), LONGEST_CELL)}\n\n`;
    const what = `${(0,markdown/* markdownText */.p7)(first.setting)}: ${valueCells(first)[1] ?? ''}\n\n`;
    const rows = section.map((change) => [
        ...[(0,markdown/* markdownCode */.D9)(change.address), (0,markdown/* markdownText */.p7)(change.item, LONGEST_CELL), valueCells(change)[0] ?? ''],
        ...[change.found, change.expected].map((text) => (0,markdown/* markdownText */.p7)(text, LONGEST_VALUE)),
    ]);
    return [heading + what, tableLines(['Mailbox', 'Item', 'Before', 'Found', 'Expected'], rows)];
}
function skippedLines(skipped) {
    const rows = skipped
        .slice(0, MAX_SKIPPED)
        .map(({ address, item, rule, reason }) => [
        (0,markdown/* markdownCode */.D9)(address),
        (0,markdown/* markdownText */.p7)(item, LONGEST_CELL),
        (0,markdown/* markdownText */.p7)(rule),
        (0,markdown/* markdownText */.p7)(SKIPPED[reason], LONGEST_VALUE),
    ]);
    return ['### Violations that are not changed\n\n', tableLines(['Mailbox', 'Item', 'Rule', 'Why'], rows)];
}
/** The lines of a table: the first one has its head. */
function tableLines(columns, rows) {
    const lines = (0,markdown/* markdownTable */.Qj)(columns, rows)
        .trimEnd()
        .split('\n')
        .map((line) => `${line}\n`);
    const [head = '', rule = '', first = '', ...others] = lines;
    return [head + rule + first, ...others];
}
/** Text that ends where it would exceed a size, and says how much is left out. */
class BoundedText {
    #text;
    #room;
    #left = 0;
    constructor(text, room) {
        this.#text = text;
        // For the sentence at the end.
        this.#room = room - Buffer.byteLength(text) - 200;
    }
    /** Adds a heading with the lines below it, as many as there is room for. */
    add(heading, lines) {
        let before = heading;
        for (const [at, line] of lines.entries()) {
            const size = Buffer.byteLength(before + line) + 1;
            if (size > this.#room) {
                this.#left += lines.length - at;
                break;
            }
            this.#text += before + line;
            this.#room -= size;
            before = '';
        }
        this.#text += '\n';
    }
    toString() {
        return this.#left === 0 ? this.#text : `${this.#text}and ${(0,numbers/* count */.U9)(this.#left)} more: see plan.csv\n`;
    }
}
/** What people should know about a plan before they approve it, in sentences. */
function planNotes({ changes, counts }, { maxChanges = Infinity }) {
    const lasting = changes.filter((change) => isUnset(change, change.before)).length;
    const { unread } = counts;
    return [
        ...(changes.length > maxChanges
            ? [
                `The plan has ${(0,numbers/* counted */.hS)(changes.length, 'change', 'changes')}, and "max-changes" allows ${(0,numbers/* count */.U9)(maxChanges)}: it is not applied ` +
                    'unless "max-changes" is raised.',
            ]
            : []),
        ...(unread > 0 ? [`${(0,numbers/* counted */.hS)(unread, 'mailbox', 'mailboxes')} could not be read and will not be changed.`] : []),
        ...(lasting > 0
            ? [
                `${(0,numbers/* counted */.hS)(lasting, 'change has', 'changes have')} no earlier value in Graph that could be restored: an undo leaves them.`,
            ]
            : []),
        ...sideEffects(changes),
    ];
}
/** Side effects of the changes, in sentences. */
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

;// CONCATENATED MODULE: ./src/remediation/outcome.ts








/** The statuses that people must look at, the most urgent first. */
const NOT_APPLIED = ['failed', 'not-verified', 'stale', 'cancelled'];
const STATUSES = ['applied', 'unchanged', ...NOT_APPLIED, 'pending'];
const MAX_OF_A_STATUS = 100;
const MAX_ANNOTATIONS = 8;
const outcome_LONGEST_CELL = 120;
const LONGEST_ERROR = 300;
/** How many changes were not applied, without those that are pending. */
function failedCount(countOf) {
    return NOT_APPLIED.reduce((sum, status) => sum + countOf(status), 0);
}
/**
 * The result of changes that were applied, by how many have each status.
 *
 * @param stoppedBy why the run ended before all changes, or concerns all of them
 */
function appliedOutcome(countOf, stoppedBy) {
    const failed = failedCount(countOf);
    if (failed === 0 && stoppedBy === undefined)
        return { result: 'applied', reason: undefined };
    const all = STATUSES.reduce((sum, status) => sum + countOf(status), 0);
    const result = countOf('stale') === all && all > 0 ? 'stale' : 'partial';
    if (stoppedBy !== undefined)
        return { result, reason: stoppedBy };
    const named = [...NOT_APPLIED, 'pending']
        .filter((status) => countOf(status) > 0)
        .map((status) => `${(0,numbers/* count */.U9)(countOf(status))} ${status}`);
    const done = `${(0,numbers/* count */.U9)(countOf('applied'))} applied, ${(0,numbers/* count */.U9)(countOf('unchanged'))} unchanged`;
    const message = `${(0,numbers/* counted */.hS)(failed, 'change was', 'changes were')} not applied: ${named.join(', ')}; ${done}.`;
    const again = 'Apply the same plan again until it expires: changes that are done stay as they are.';
    const reason = countOf('cancelled') > 0
        ? new errors/* UserError */.yo('CANCELLED', `The run was cancelled. ${message}`, { hint: again })
        : new errors/* UserError */.yo('CHANGES_FAILED', message, {
            hint: `applied.csv has the cause of each. Correct it. ${again} Make a new plan for those that are stale.`,
        });
    return { result, reason };
}
/** The job summary in GitHub's Markdown. With `counts`, no mailbox is named. */
function remediationSummary(summary, detail) {
    const { outcome, mode, changes, skipped, digest, results, warnings, artifact, folder } = summary;
    const countOf = (status) => results.filter((each) => each.status === status).length;
    const { result, reason } = outcome;
    const statuses = STATUSES.filter((status) => countOf(status) > 0);
    const start = [
        `## Mailbox Report: ${mode === 'undo' ? 'undo' : 'remediation'} ${result}\n\n`,
        reason === undefined
            ? ''
            : `**${(0,markdown/* markdownText */.p7)(reason.message)}** ${(0,markdown/* markdownText */.p7)(reason.hint)}\n\n${(0,markdown/* markdownCopies */.bz)(reason.copy)}`,
        `${(0,numbers/* counted */.hS)(changes.length, 'change', 'changes')} planned.\n\n`,
        changes.length > 0 && mode === 'plan' ? `Plan digest: ${(0,markdown/* markdownCode */.D9)(digest)}\n\n` : '',
        statuses.length === 0
            ? ''
            : (0,markdown/* markdownTable */.Qj)(['Status', 'Changes'], statuses.map((status) => [status, (0,numbers/* count */.U9)(countOf(status))]), [1]),
        ...warnings.map((warning) => `- Warning: ${(0,markdown/* markdownText */.p7)(warning, 500)}\n`),
        artifact === undefined
            ? `- Files: ${(0,markdown/* markdownCode */.D9)(folder)}\n\n`
            : `- Artifact: ${(0,markdown/* markdownLink */.iQ)(artifact.name, artifact.url)}\n\n`,
    ].join('');
    const room = job_summary/* MAX_SUMMARY_BYTES */.Q0 - Buffer.byteLength(start);
    if (mode === 'plan' || results.length === 0)
        return start + planTables({ changes, skipped, detail, room });
    const tables = detail === 'counts' ? [] : appliedTables(results);
    return tables.reduce((text, table) => (Buffer.byteLength(text + table) < job_summary/* MAX_SUMMARY_BYTES */.Q0 ? text + table : text), start);
}
/** The changes by their status, in Markdown. */
function appliedTables(results) {
    return [...NOT_APPLIED, 'applied'].map((status) => {
        const ofStatus = results.filter((each) => each.status === status);
        if (ofStatus.length === 0)
            return '';
        const hasError = ofStatus.some(({ error }) => error !== '');
        const rows = ofStatus.slice(0, MAX_OF_A_STATUS).map(({ change, error }) => {
            const { address, before, after } = change;
            return [
                (0,markdown/* markdownCode */.D9)(address),
                (0,markdown/* markdownText */.p7)(settingName(change), outcome_LONGEST_CELL),
                (0,markdown/* markdownText */.p7)((0,display/* cellText */.Ie)(before), outcome_LONGEST_CELL),
                (0,markdown/* markdownText */.p7)((0,display/* cellText */.Ie)(after), outcome_LONGEST_CELL),
                ...(hasError ? [(0,markdown/* markdownText */.p7)(error, LONGEST_ERROR)] : []),
            ];
        });
        const more = ofStatus.length - rows.length;
        const columns = ['Mailbox', 'Setting', 'Before', 'After', ...(hasError ? ['Error'] : [])];
        return `### ${status}\n\n${(0,markdown/* markdownTable */.Qj)(columns, rows)}${more > 0 ? `and ${(0,numbers/* count */.U9)(more)} more: see applied.csv\n\n` : ''}`;
    });
}
/** Annotates the first changes that failed or are not verified. */
function annotateFailures(core, results) {
    const failed = results.filter(({ status }) => status === 'failed' || status === 'not-verified');
    for (const { change, status, error } of failed.slice(0, MAX_ANNOTATIONS)) {
        core.warning((0,log/* logLines */.OG)(`${change.address} ${settingName(change)}: ${error}`), { title: status });
    }
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
    if (inputs.summary === 'full')
        annotateFailures(core, delivery.results);
    core.info((0,log/* logText */.kc)(`Result: ${outcome.result}. Files: ${artifact?.url ?? delivery.folder}`));
    return outcome;
}
/**
 * Uploads the undo record before the first write, as an artifact of its own. Rejects with a UserError if it is not safe then: nothing must be
 * written. Returns the name of the artifact.
 */
async function uploadRecord(record, folder, { core, inputs, step, deadline, loadArtifactClient: loadClient, }) {
    // At a terminal there are no artifacts: the disk keeps the record.
    if (loadClient === undefined)
        return undefined;
    const { artifactName, retentionDays } = inputs;
    if (artifactName === undefined)
        throw new Error('a record without a name');
    const uploader = new artifact/* ArtifactUploader */.LT({ folder, step, log: core, retentionDays, deadline, loadClient });
    const name = `${artifactName}-record`;
    try {
        const { name: taken } = await (0,log/* logGroup */.QT)(core, `Upload the undo record ${name}`, () => uploadWithNewName(uploader, name, [record]));
        core.info((0,log/* logText */.kc)(`The undo record is the artifact ${taken}.`));
        return taken;
    }
    catch (error) {
        if (!(error instanceof errors/* UserError */.yo))
            throw error;
        const message = `Nothing was changed, because the undo record could not be kept. ${error.message}`;
        const hint = error.code === 'ARTIFACT_FAILED'
            ? 'Run the job again. If it fails again, check https://www.githubstatus.com .'
            : 'Changes are only made where GitHub keeps artifacts: in a job on github.com or ghe.com. Elsewhere, use the terminal program, which keeps undo.json on disk.';
        throw new errors/* UserError */.yo(error.code, message, { hint, cause: error });
    }
}
/** A failed upload is an error only if the changes themselves are not: the files stay on the runner. */
async function upload({ outcome, folder, files, record }, { core, outputs, warnings, inputs, step, deadline, loadArtifactClient: loadClient }) {
    const { artifactName: name, retentionDays } = inputs;
    if (name === undefined || loadClient === undefined)
        return { outcome, artifact: undefined };
    const unsupported = (0,artifact/* uploadWarning */._I)(step, name);
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
            const hint = `The files are in ${folder} on this runner. To keep them, upload "output-directory" in the next step, with "if: always()". ` +
                `The artifact ${record} has the undo record of the plan.`;
            const [result, reason] = record === undefined
                ? ['error', error]
                : ['partial', new errors/* UserError */.yo(error.code, error.message, { hint, cause: error })];
            if (outcome.reason !== undefined)
                warnings.add(`${reason.message} ${reason.hint}`);
            return { outcome: outcome.reason === undefined ? { result, reason } : outcome, artifact: undefined };
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

;// CONCATENATED MODULE: ./src/remediation/guard.ts





/**
 * The guard of a plan that a policy made: a change fits while the values that it sets and the cells that its rules read are those of
 * the plan, and the policy, judging the row again, requires the same change. Other properties may differ.
 */
function policyGuard(identities, options) {
    const ofTargets = Map.groupBy(options.planned, targetKey);
    return (changes, resource) => {
        const [first] = changes;
        if (first === undefined)
            return [];
        const values = valueGuard(identities)(changes, resource);
        if (values.every(({ status }) => status !== 'fits'))
            return values;
        // What this run, or an earlier one of the same plan, has changed is as the plan expects, so it is judged as it was.
        const done = (ofTargets.get(targetKey(first)) ?? changes).filter(({ setting, after }) => isSame(setting, settingIn(resource, setting), after));
        const before = changed(withAdditions(first, resource, options), done.map(({ setting, before: after }) => ({ setting, after })));
        const rows = judgedRows(first, before, options);
        const plan = planAgain(first, before, rows, options);
        return changes.map((change, at) => {
            const fit = values[at] ?? stale('It was not read');
            return fit.status === 'fits' ? fitOfRow(change, rows, plan) : fit;
        });
    };
}
/** How an error ends that says that the address of a change names another mailbox than its ids. */
const OTHER_MAILBOX = 'is another mailbox than that of the plan';
/**
 * The guard of an undo, which no policy judges: a change fits while its setting has the value of the plan, or what the service
 * made of it. The record of a run that was killed does not have what was read back.
 */
function undoGuard(identities) {
    return valueGuard(identities, shows);
}
/** A change fits while its setting has the value of the plan. */
function valueGuard(identities, hasValue = isSame) {
    return (changes, resource) => changes.map((change) => {
        const { setting, before, after } = change;
        const other = otherMailbox(change, identities);
        if (other !== undefined)
            return stale(other);
        const current = settingIn(resource, setting);
        if (isSame(setting, current, after))
            return { status: 'unchanged' };
        if (hasValue(setting, current, before))
            return { status: 'fits' };
        return stale(`Changed since the plan: the value is ${shownValue(current)}`);
    });
}
/** Why the address and the ids of a change are not known to name one mailbox; undefined if they are. */
function otherMailbox({ address, mailboxId, exchange }, identities) {
    const { id, guid } = identities.of(address) ?? {};
    const ids = [
        [mailboxId, id],
        [exchange?.identity, guid],
    ].filter(([planned]) => planned !== undefined);
    if (ids.every(([planned, found]) => planned?.toLowerCase() === found?.toLowerCase()))
        return undefined;
    const isKnown = ids.every(([, found]) => found !== undefined);
    return `${address} ${isKnown ? OTHER_MAILBOX : 'is not known to be the mailbox of the plan'}`;
}
function withAdditions({ address, inboxRule, exchange }, resource, { additionsOf }) {
    if (exchange === undefined)
        return resource;
    const additions = additionsOf(address, reportOf({ inboxRule, exchange }));
    const whole = { ...additions, ...resource };
    const isSameRecipient = isSame('', additions.ForwardingAddress ?? null, whole.ForwardingAddress ?? null);
    return isSameRecipient ? whole : { ...whole, recipientAddress: null };
}
/** The rows of the reports that show the target. */
function judgedRows(change, resource, { planner, reports, mailboxOf }) {
    const own = reportOf(change);
    const names = own === 'mailbox-settings' ? [own, 'automatic-replies'] : [own];
    return reports
        .filter(({ name }) => names.includes(name))
        .flatMap((report) => planner.judged(report, mailboxOf(change.address), resource) ?? []);
}
function planAgain({ address, mailboxId, inboxRule, exchange }, resource, rows, { planner }) {
    try {
        return planner.plan({ address, mailboxId, inboxRule, exchange }, resource, rows);
    }
    catch (error) {
        if (error instanceof errors/* UserError */.yo)
            return error;
        throw error;
    }
}
function fitOfRow(change, rows, plan) {
    for (const cell of change.cells) {
        const judged = rows.find(({ report }) => report.name === cell.report);
        const now = judged && cellOf(judged.report, judged.row, cell.column);
        if (now === undefined)
            return stale(`${cell.column} cannot be read, which its rule is about`);
        if (!isSameCell(now, cell)) {
            const value = now.isUnknown === true ? 'not known' : shownValue(now.value);
            return stale(`Changed since the plan: ${cell.column}, which its rule is about, is ${value}`);
        }
    }
    if (plan instanceof errors/* UserError */.yo)
        return stale(plan.message);
    const again = plan.changes.find(({ setting }) => setting === change.setting);
    const isSameChange = again !== undefined &&
        isSame(change.setting, again.after, change.after) &&
        change.rules.every((rule) => again.rules.includes(rule));
    return isSameChange ? { status: 'fits' } : stale('The policy no longer requires this change');
}
function stale(error) {
    return { status: 'stale', error };
}
/**
 * Throws the UserError `PLAN_FILE` unless each change is of a mailbox of the list and what the `set` of its rules gives: a plan that was
 * edited gains nothing.
 */
function requireChangesOfPolicy(changes, policy, list) {
    const rules = new Map(policy.rules.map((rule) => [rule.id, rule]));
    const listed = new Set(list.mailboxes.map(({ address }) => address.toLowerCase()));
    const targets = new Set();
    for (const change of changes) {
        const { address, setting, after, inboxRule, exchange } = change;
        const shownBy = reportOf(change);
        const isRequired = change.rules.every((id) => {
            const { report, set = [] } = rules.get(id) ?? {};
            const isReport = report === shownBy || (report === 'automatic-replies' && shownBy === 'mailbox-settings');
            return (isReport && set.map(wholeTimeZone).some(({ path, value }) => path === setting && isSame(setting, value, after)));
        });
        const key = JSON.stringify([address.toLowerCase(), inboxRule, exchange?.cmdlet, setting]);
        const isRepeated = targets.has(key);
        targets.add(key);
        if (change.rules.length > 0 && isRequired && listed.has(address.toLowerCase()) && !isRepeated)
            continue;
        const message = `The plan changes ${setting} of ${address}, which the policy does not require. Nothing was changed.`;
        const hint = 'The plan was edited. Make a new plan, review it and approve it.';
        throw new errors/* UserError */.yo('PLAN_FILE', message, { hint });
    }
}

// EXTERNAL MODULE: ./src/mailboxes/mailbox.ts
var mailbox = __webpack_require__(6404);
// EXTERNAL MODULE: ./src/policy/load.ts
var load = __webpack_require__(58164);
// EXTERNAL MODULE: ./src/reports/built-in.ts + 11 modules
var built_in = __webpack_require__(33278);
// EXTERNAL MODULE: ./src/reports/choose.ts
var choose = __webpack_require__(4274);
// EXTERNAL MODULE: ./src/run/read-inputs.ts
var read_inputs = __webpack_require__(66339);
// EXTERNAL MODULE: ./src/source/source.ts + 4 modules
var source_source = __webpack_require__(32478);
// EXTERNAL MODULE: external "node:crypto"
var external_node_crypto_ = __webpack_require__(77598);
// EXTERNAL MODULE: external "node:fs/promises"
var promises_ = __webpack_require__(51455);
// EXTERNAL MODULE: ./src/files/workspace.ts
var files_workspace = __webpack_require__(79622);
// EXTERNAL MODULE: ./src/outputs/files/csv.ts
var files_csv = __webpack_require__(37126);
// EXTERNAL MODULE: ./src/store/rows-file.ts
var rows_file = __webpack_require__(35923);
// EXTERNAL MODULE: ./src/version.ts
var version = __webpack_require__(311);
;// CONCATENATED MODULE: ./src/remediation/plan-file.ts












/** The name of the file. */
const PLAN_JSON = 'plan.json';
const FORMAT = 'mailbox-report-plan';
const FORMAT_VERSION = 1;
/** Bytes. 100,000 changes have some 80 MB. */
const MAX_BYTES = 256 * 1024 * 1024;
const DAYS_VALID = 7;
/** The digests of what a plan of a policy is made of. The order of the list does not count. */
function policyDigests(list, policy, baseline) {
    const mailboxes = list.mailboxes.map(({ address, columns = [] }) => JSON.stringify([address.toLowerCase(), columns]));
    return {
        list: (0,rows_file/* digestOf */.ol)([list.columns, mailboxes.sort()]),
        policy: (0,rows_file/* policyDigest */.p1)(policy),
        baseline: baseline && (0,rows_file/* digestOf */.ol)(baseline.entries, (key, value) => (key === 'line' ? undefined : value)),
    };
}
/** Writes `plan.json` into a folder, with the workflow run that makes it. Rejects with the UserError `OUTPUT_UNWRITABLE`. Returns the plan with its digest. */
async function writePlanFile(folder, { kind, tenant, cloud, digests, counts, changes }, step, now) {
    const { repository, commit, runId: id, attempt, runUrl: url = '' } = step;
    const created = Math.trunc(now);
    const expires = created + DAYS_VALID * numbers/* DAY_MS */.sO;
    const plan = { kind, tenant, cloud, digests, counts };
    const header = {
        ...{ format: FORMAT, version: FORMAT_VERSION, productVersion: version/* VERSION */.xv, ...plan },
        ...{ repository, commit, run: { id, attempt, url } },
        ...{ created: new Date(created).toISOString(), expires: new Date(expires).toISOString() },
    };
    const stored = changes.map((change) => {
        const { title, found, expected, cells } = change;
        return { ...storedChange(change), title, found, expected, cells };
    });
    const text = changesFile(header, stored);
    const file = external_node_path_default().join(folder, PLAN_JSON);
    try {
        await (0,promises_.writeFile)(file, text);
    }
    catch (error) {
        throw (0,output_directory/* outputError */.cw)(file, error);
    }
    return { ...plan, changes, expires, digest: sha256(text) };
}
/** Writes `plan.csv` and returns its path. Rejects with the UserError `OUTPUT_UNWRITABLE`. */
async function writePlanCsv(folder, changes, { csvBom: bom, csvDelimiter: delimiter }) {
    const file = new files_csv/* CsvFile */.fL(external_node_path_default().join(folder, 'plan.csv'), CHANGE_COLUMNS, { bom, delimiter });
    try {
        await file.write(changes.map(changeCells));
    }
    finally {
        await file.close();
    }
    return file.path;
}
/** SHA-256 in lower-case hex. */
function sha256(bytes) {
    return (0,external_node_crypto_.createHash)('sha256').update(bytes).digest('hex');
}
/**
 * Reads the plan of the input `plan-file`. Rejects with the UserError `PLAN_FILE` for a file that cannot be read or is no plan of the kind, and with
 * `PLAN_CHANGED` if it is not the approved one.
 *
 * @param approved the digest that was approved
 */
async function readPlanFile(file, workspace, { kind, approved }) {
    const { bytes, shown } = await (0,files_workspace/* readWorkspaceFile */.sL)(file, workspace, {
        ...{ code: 'PLAN_FILE', noun: 'plan', input: 'plan-file', extensions: ['json'], maxBytes: MAX_BYTES },
    });
    const digest = sha256(bytes);
    if (digest !== approved) {
        const message = `${shown} is not the approved plan: its digest is ${digest}. Nothing was changed.`;
        const hint = 'Set "plan-file" to the plan.json of the run that gave "plan-digest", unchanged. If it is another plan, review and approve that one.';
        throw new errors/* UserError */.yo('PLAN_CHANGED', message, { hint, place: { file: shown } });
    }
    const json = (0,src_json/* jsonOrUndefined */._D)(new TextDecoder().decode(bytes));
    const place = { file: shown };
    if ((0,src_json/* property */.MZ)(json, 'format') !== FORMAT) {
        const hint = 'Download the artifact of the run that made the plan, and set "plan-file" to the plan.json in it, unchanged.';
        throw new errors/* UserError */.yo('PLAN_FILE', `${shown} is not the plan.json of a run.`, { hint, place });
    }
    if ((0,src_json/* property */.MZ)(json, 'version') !== FORMAT_VERSION) {
        const hint = 'Make a new plan with the version of this action that applies it.';
        throw new errors/* UserError */.yo('PLAN_FILE', `${shown} is of another version of the format than ${FORMAT_VERSION}.`, {
            hint,
            place,
        });
    }
    const plan = planIn(json);
    if (plan === undefined) {
        throw new errors/* UserError */.yo('PLAN_FILE', `${shown} has changes or members that no plan has.`, { hint: NEW_PLAN, place });
    }
    if (plan.kind !== kind) {
        const [is, mode] = plan.kind === 'undo' ? ['of an undo', 'undo'] : ['no plan of an undo', 'apply'];
        throw new errors/* UserError */.yo('PLAN_FILE', `${shown} is ${is}.`, {
            hint: `Set "mode" to "${mode}", or name another plan.`,
            place,
        });
    }
    return { ...plan, digest };
}
const NEW_PLAN = 'Make a new plan, review it and approve it.';
function planIn(json) {
    if (!(0,src_json/* isObject */.Gv)(json))
        return undefined;
    const { kind, tenant, cloud, digests, counts } = json;
    const expires = Date.parse(textIn(json, 'expires'));
    if ((kind !== 'policy' && kind !== 'undo') || typeof tenant !== 'string' || typeof cloud !== 'string')
        return undefined;
    if (Number.isNaN(expires) || !Array.isArray(json.changes))
        return undefined;
    const changes = json.changes.map(plannedChangeIn);
    if (!changes.every((change) => change !== undefined))
        return undefined;
    const numberIn = (name) => Number((0,src_json/* property */.MZ)(counts, name) ?? 0);
    const digestIn = (name) => textIn(digests, name) || undefined;
    return {
        ...{ kind, tenant, cloud, expires, changes },
        digests: {
            list: digestIn('list'),
            policy: digestIn('policy'),
            baseline: digestIn('baseline'),
            undo: digestIn('undo'),
        },
        counts: { mailboxes: numberIn('mailboxes'), unread: numberIn('unread'), skipped: numberIn('skipped') },
    };
}
function plannedChangeIn(entry) {
    const change = changeIn(entry);
    const cells = (0,src_json/* property */.MZ)(entry, 'cells');
    if (change === undefined || !Array.isArray(cells))
        return undefined;
    const read = cells.map(cellIn);
    if (!read.every((cell) => cell !== undefined))
        return undefined;
    const [title, found, expected] = [textIn(entry, 'title'), textIn(entry, 'found'), textIn(entry, 'expected')];
    return { ...change, title, found, expected, cells: read };
}
function cellIn(entry) {
    if (!(0,src_json/* isObject */.Gv)(entry))
        return undefined;
    const { report, column, value, isUnknown } = entry;
    if (typeof report !== 'string' || typeof column !== 'string' || value === undefined)
        return undefined;
    return { report, column, value, ...(isUnknown === true ? { isUnknown } : {}) };
}
function textIn(value, name) {
    const text = (0,src_json/* property */.MZ)(value, name);
    return typeof text === 'string' ? text : '';
}
const MADE_OF = { list: 'mailbox list', policy: 'policy', baseline: 'baseline', undo: 'undo file' };
/** Throws the UserError `PLAN_CHANGED` for the plan of another tenant, cloud, policy, list, baseline or undo file, and `PLAN_EXPIRED`. */
function requireFitting(plan, { tenant, cloud, digests, now }) {
    const other = (noun, hint) => new errors/* UserError */.yo('PLAN_CHANGED', `The plan was made for another ${noun}. Nothing was changed.`, { hint });
    if (plan.tenant.toLowerCase() !== tenant.toLowerCase()) {
        throw other(`tenant, ${plan.tenant}`, 'Sign in to the tenant of the plan, or make a plan for this one.');
    }
    if (plan.cloud !== cloud)
        throw other(`cloud, ${plan.cloud}`, NEW_PLAN);
    for (const name of ['list', 'policy', 'baseline', 'undo']) {
        const hint = `The ${MADE_OF[name]} changed since, or the plan and this run do not name the same. ${NEW_PLAN}`;
        if (plan.digests[name] !== digests[name])
            throw other(MADE_OF[name], hint);
    }
    if (now <= plan.expires)
        return;
    const message = `The plan expired on ${new Date(plan.expires).toISOString()}. Nothing was changed.`;
    throw new errors/* UserError */.yo('PLAN_EXPIRED', message, { hint: NEW_PLAN });
}

// EXTERNAL MODULE: external "node:fs"
var external_node_fs_ = __webpack_require__(73024);
;// CONCATENATED MODULE: ./src/remediation/undo-file.ts










const undo_file_FORMAT = 'mailbox-report-undo';
const undo_file_FORMAT_VERSION = 1;
/** Bytes. 100,000 changes have some 40 MB. */
const undo_file_MAX_BYTES = 256 * 1024 * 1024;
/** How many times longer than it takes to write the file the next time waits, so that long files do not slow the run down. */
const PACE = 20;
/**
 * `undo.json`: the changes of a plan before the first of them is written, and at the end those that may have been written, each with the
 * value that was read back. A run that is killed, or whose disk is full, leaves the whole file that was written last.
 */
class UndoRecord {
    path;
    #header;
    #changes;
    #results = new Map();
    #nextAt = 0;
    /** Writes the file. Throws the UserError `OUTPUT_UNWRITABLE`, also for a folder that has one. */
    constructor(folder, header, changes) {
        this.path = external_node_path_default().join(folder, 'undo.json');
        this.#header = { format: undo_file_FORMAT, version: undo_file_FORMAT_VERSION, productVersion: version/* VERSION */.xv, ...header };
        this.#changes = changes;
        if ((0,external_node_fs_.existsSync)(this.path)) {
            throw new errors/* UserError */.yo('OUTPUT_UNWRITABLE', `The folder ${folder} has the undo.json of an earlier apply.`, {
                hint: 'Set "output-directory" to another folder, or omit it for a new one. Without this file, the earlier changes cannot be undone.',
            });
        }
        this.save();
    }
    /** Records results. Those of which the service keeps another value than the plan's are soon on the disk. Throws as `save` does. */
    add(results) {
        for (const result of results)
            this.#results.set(result.change, result);
        const isNews = results.some(({ change, readBack, moved = [], others = [] }) => (readBack !== undefined && !isEqual(readBack, change.after)) || moved.length + others.length > 0);
        if (isNews && performance.now() > this.#nextAt)
            this.save();
    }
    /** Replaces the file as a whole. Throws the UserError `OUTPUT_UNWRITABLE`; the file is then as before. */
    save() {
        const began = performance.now();
        const entries = this.#changes.flatMap((change) => this.#entriesOf(change));
        replaceFile(this.path, changesFile(this.#header, entries));
        const ended = performance.now();
        this.#nextAt = ended + PACE * (ended - began);
    }
    /** A change is left out once it is certain that it was not written. */
    #entriesOf(change) {
        const result = this.#results.get(change);
        if (result?.isWritten === false)
            return [];
        const { readBack, others, moved = [] } = result ?? {};
        return [
            { ...storedChange(change), readBack, ...(others !== undefined && others.length > 0 ? { others } : {}) },
            ...moved.map((each) => ({ ...storedChange(each), readBack: each.after })),
        ];
    }
}
function isEqual(one, other) {
    return JSON.stringify(one) === JSON.stringify(other);
}
/** Writes a file beside the earlier one, and replaces that once all bytes are on the disk. */
function replaceFile(file, text) {
    const temp = `${file}.new`;
    try {
        (0,external_node_fs_.rmSync)(temp, { force: true });
        try {
            (0,external_node_fs_.writeFileSync)(temp, text, { flag: 'wx', flush: true });
        }
        catch (error) {
            (0,external_node_fs_.rmSync)(temp, { force: true });
            throw error;
        }
        (0,external_node_fs_.renameSync)(temp, file);
    }
    catch (error) {
        throw (0,output_directory/* outputError */.cw)(file, error);
    }
}
/**
 * Reads an `undo.json`. Rejects with the UserError `UNDO_FILE` if it is none, or if no apply could have written it: with a setting or value
 * that no policy sets, or with addresses and GUIDs that disagree.
 */
async function readUndoFile(file, workspace) {
    const { bytes, shown } = await (0,files_workspace/* readWorkspaceFile */.sL)(file, workspace, {
        ...{ code: 'UNDO_FILE', noun: 'undo file', input: 'undo-file', extensions: ['json'], maxBytes: undo_file_MAX_BYTES },
    });
    const refused = (what) => new errors/* UserError */.yo('UNDO_FILE', `${shown} ${what}.`, {
        hint: 'Download the artifact of the run that applied the changes, and set "undo-file" to the undo.json in it, unchanged.',
        place: { file: shown },
    });
    const json = (0,src_json/* jsonOrUndefined */._D)(new TextDecoder().decode(bytes));
    const [tenant, cloud, entries] = ['tenant', 'cloud', 'changes'].map((name) => (0,src_json/* property */.MZ)(json, name));
    const isUndo = (0,src_json/* property */.MZ)(json, 'format') === undo_file_FORMAT && (0,src_json/* property */.MZ)(json, 'version') === undo_file_FORMAT_VERSION;
    if (!isUndo || typeof tenant !== 'string' || typeof cloud !== 'string' || !Array.isArray(entries)) {
        throw refused('is not the undo.json of a run of this version');
    }
    const changes = entries.map(undoneChange);
    const wrong = changes.indexOf(undefined);
    if (wrong >= 0)
        throw refused(`has a change, number ${wrong + 1}, that no apply makes`);
    const known = changes.filter((change) => change !== undefined);
    const disagreeing = disagreement(known);
    if (disagreeing !== undefined)
        throw refused(`names the mailbox ${disagreeing} with several GUIDs, or its GUID with several addresses`);
    return { tenant, cloud, digest: sha256(bytes), changes: known.reverse() };
}
/** The change back that an entry describes; undefined if no apply wrote it. */
function undoneChange(entry) {
    const change = changeIn(entry);
    if (change === undefined || !(0,src_json/* isObject */.Gv)(entry) || !isApplicable(change))
        return undefined;
    const { readBack = change.after } = entry;
    if (!isSameType(readBack, change.after) || (change.exchange !== undefined && (0,src_json/* isObject */.Gv)(readBack)))
        return undefined;
    const none = { title: '', found: '', expected: '', cells: [] };
    return { ...change, ...none, before: readBack, after: change.before };
}
/** Whether a policy can set the value, or the change of a language can move it, and the earlier value is of the same type. */
function isApplicable(change) {
    const { setting, before, after } = change;
    if (!isSameType(before, after))
        return false;
    const types = (0,settings/* writableSettings */.m)(reportOf(change)) ?? {};
    if (setting === 'workingHours.timeZone')
        return types[`${setting}.name`]?.accepts((0,src_json/* property */.MZ)(after, 'name') ?? null) === true;
    const isFormat = setting === 'dateFormat' || setting === 'timeFormat';
    return isFormat ? typeof after === 'string' : types[setting]?.accepts(after) === true;
}
function isSameType(one, other) {
    if (one === null || other === null)
        return true;
    return typeof one === typeof other && Array.isArray(one) === Array.isArray(other);
}
/** A mailbox that entries name by an address with several GUIDs, or by a GUID with several addresses. */
function disagreement(changes) {
    const known = new Map();
    const disagrees = (key, value) => {
        const earlier = known.get(key) ?? value;
        known.set(key, value);
        return earlier !== value;
    };
    return changes.find((change) => {
        const address = change.address.toLowerCase();
        const ids = { account: change.mailboxId?.toLowerCase(), mailbox: change.exchange?.identity.toLowerCase() };
        return Object.entries(ids).some(([kind, id]) => id !== undefined && (disagrees(`${kind} ${id}`, address) || disagrees(`${kind} of ${address}`, id)));
    })?.address;
}

;// CONCATENATED MODULE: ./src/remediation/inputs.ts











const MAX_CHANGES = 100_000;
/** Reads the inputs of the remediate action and the files that they name. Rejects with a UserError if one is not valid. */
async function readRemediation(env, workspace) {
    const inputs = readRemediateInputs(env);
    const { mode, planFile, planDigest: approved, undoFile } = inputs;
    const plan = planFile === undefined || approved === undefined
        ? undefined
        : await readPlanFile(planFile, workspace, { kind: mode === 'undo' ? 'undo' : 'policy', approved });
    if (undoFile !== undefined) {
        const undo = await readUndoFile(undoFile, workspace);
        const reports = reportsNamed(new Set(undo.changes.map(reportOf)));
        const addresses = new Map(undo.changes.map(({ address }) => [address.toLowerCase(), address]));
        const mailboxes = [...addresses.values()].map((address) => ({ address, file: undoFile, line: 1 }));
        const list = (0,mailbox/* mailboxList */.h7)(mailboxes, [undoFile]);
        return { inputs, plan, basis: { kind: 'undo', undo }, list, reports };
    }
    const named = await (0,choose/* chooseReports */.jK)(inputs.report, workspace);
    const list = await (0,source_source/* readLists */.qZ)(inputs, workspace);
    const { policy } = await (0,load/* choosePolicy */.KV)(inputs.policy, workspace, named, list.columns);
    if (policy === undefined)
        throw new Error('the input "policy" is required');
    const baseline = await (0,load/* chooseBaseline */.hf)(inputs.baseline, workspace, policy);
    const reports = reportsToChange(policy).map((report) => (0,reports_definition/* withListColumns */.yk)(report, list.columns));
    return { inputs, plan, basis: { kind: 'policy', policy, baseline }, list, reports };
}
/** An undo requires neither a list nor a policy. */
function readRemediateInputs(env) {
    const mode = (0,read_inputs/* choice */.Yq)(env, 'mode', ['plan', 'apply', 'undo']);
    const isUndo = mode === 'undo' || (mode === 'plan' && (0,read_inputs/* text */.Qq)(env, 'undo-file') !== undefined);
    const inputs = (0,read_inputs/* readReportInputs */.gM)(env, !isUndo);
    if (!isUndo)
        (0,read_inputs/* required */.mw)(env, 'policy');
    const maxChanges = (0,read_inputs/* text */.Qq)(env, 'max-changes') ?? (isUndo ? undefined : '50');
    const limit = (0,read_inputs/* text */.Qq)(env, 'limit');
    return {
        ...inputs,
        mode,
        planFile: mode === 'plan' ? undefined : (0,read_inputs/* required */.mw)(env, 'plan-file'),
        planDigest: mode === 'plan' ? undefined : planDigest(env),
        undoFile: isUndo ? (0,read_inputs/* required */.mw)(env, 'undo-file') : undefined,
        maxChanges: maxChanges === undefined ? undefined : (0,read_inputs/* wholeNumber */.rD)('max-changes', maxChanges, MAX_CHANGES),
        maxFailures: (0,read_inputs/* wholeNumber */.rD)('max-failures', (0,read_inputs/* text */.Qq)(env, 'max-failures') ?? '5', MAX_CHANGES),
        limit: limit === undefined ? undefined : (0,read_inputs/* wholeNumber */.rD)('limit', limit, MAX_CHANGES),
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
        if (!(0,reports_definition/* isExchangeReport */.Uq)(report))
            return { ...report, keepsObject: true };
        const managed = report.name === 'mailbox-properties' ? ['IsExchangeCloudManaged'] : [];
        const select = [...report.request.select, 'Guid', ...managed];
        return { ...report, keepsObject: true, request: { ...report.request, select } };
    });
}

// EXTERNAL MODULE: ./src/auth/app-roles.ts
var app_roles = __webpack_require__(62045);
// EXTERNAL MODULE: ./src/auth/sign-in.ts + 5 modules
var sign_in = __webpack_require__(76555);
// EXTERNAL MODULE: ./src/exchange/cmdlets.ts
var cmdlets = __webpack_require__(26407);
// EXTERNAL MODULE: ./src/source/exchange.ts + 7 modules
var source_exchange = __webpack_require__(44763);
;// CONCATENATED MODULE: ./src/remediation/permission.ts







const WRITING = 'MailboxSettings.ReadWrite';
/**
 * Rejects with the UserError `WRITE_DENIED` if the application may not change what the run is about, as far as the tokens
 * say so, and warns if Exchange Online seems to say so.
 */
async function requireWritePermission(reports, { tokens, exchangeTokens }, options) {
    if (reports.some(reports_definition/* isGraphReport */.xg))
        await requireGraphPermission(tokens, options);
    if (exchangeTokens !== undefined)
        await requireCmdlets(reports, { ...options, tokens: exchangeTokens });
}
/** Only warns if the token has no app role: RBAC for Applications in Exchange Online grants permissions that no token contains. */
async function requireGraphPermission(tokens, { inputs, warnings }) {
    const { roles } = await tokens.get();
    if (roles === undefined || (0,app_roles/* covers */.hU)(roles, WRITING))
        return;
    const hint = `The application that writes needs ${WRITING}. ${(0,sign_in/* grantText */.un)(inputs, inputs.credential.kind === 'managed-identity')}`;
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
        throw new errors/* UserError */.yo('WRITE_DENIED', message, (0,cmdlets/* grantSteps */._q)(first, options.inputs.clientId));
    }
    const allowed = await new source_exchange/* Exchange */.k5(options).client.allowedCmdlets().catch((error) => {
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

// EXTERNAL MODULE: ./src/run/repository-visibility.ts
var repository_visibility = __webpack_require__(48210);
// EXTERNAL MODULE: ./src/run/result.ts
var result = __webpack_require__(64612);
// EXTERNAL MODULE: ./src/run/runner.ts + 2 modules
var run_runner = __webpack_require__(11072);
// EXTERNAL MODULE: ./src/source/sign-in.ts + 14 modules
var source_sign_in = __webpack_require__(88761);
// EXTERNAL MODULE: ./src/actions/conclude.ts
var conclude = __webpack_require__(32078);
// EXTERNAL MODULE: ./src/http/retry.ts
var retry = __webpack_require__(28902);
;// CONCATENATED MODULE: ./src/remediation/needed-changes.ts



/** Keeps the changes that are to be written to a target as just read, and adds the results of the others. */
function neededChanges(needed, resource, { guard, now, results, isWritten }) {
    const changes = needed.map(({ change }) => change);
    const skip = (change, status, error) => {
        results.set(change, { ...unwritten(change, status, error), isWritten });
    };
    const fits = guard(changes, resource);
    const isScheduleOff = isOff(resource, changes, now);
    for (const [at, one] of needed.entries()) {
        const { change } = one;
        const fit = fits[at];
        const current = settingIn(resource, change.setting);
        // The guard compares with the value of the plan, which an earlier step may have moved.
        const isMoved = one.expected !== change.before;
        if (isDone(one, resource) || isScheduleOff(change))
            skip(change, 'unchanged', '');
        else if (isMoved && !isSame(change.setting, current, one.expected)) {
            skip(change, 'stale', `Changed since the plan: the value is ${shownValue(current)}`);
        }
        else if (fit?.status === 'stale' && !isMoved)
            skip(change, 'stale', fit.error);
        else if (isUnset(change, change.after)) {
            skip(change, 'failed', 'Not written: there was no value before, which cannot be restored');
        }
    }
    // Settings of a rule may be safe only together, such as a forwarding address and whether the mailbox keeps a copy.
    const stale = changes.filter((change) => results.get(change)?.status === 'stale');
    for (let found = true; found;) {
        found = false;
        for (const change of changes) {
            const mate = stale.find((each) => each.rules.some((rule) => change.rules.includes(rule)));
            if (mate === undefined || results.has(change))
                continue;
            skip(change, 'stale', `Not written: ${mate.setting}, which the same rule sets, changed since the plan`);
            stale.push(change);
            found = true;
        }
    }
    const left = needed.filter(({ change }) => !results.has(change));
    const problem = problemOf(resource, left.map(({ change }) => change), now);
    if (problem === undefined)
        return left;
    return left.filter(({ change }) => {
        const { setting } = change;
        const isConcerned = problem.settings.some((path) => setting === path || setting.startsWith(`${path}.`));
        if (isConcerned)
            skip(change, 'failed', `Not written: the mailbox ${problem.text}`);
        return !isConcerned;
    });
}
/** Whether a target shows what a change is to set, or what its service makes of it. */
function isDone({ change: { setting, after }, expected }, resource) {
    const current = settingIn(resource, setting);
    return isSame(setting, current, after) || (!isSame(setting, current, expected) && shows(setting, current, after));
}

;// CONCATENATED MODULE: ./src/remediation/write.ts





/** Moments after a write at which it is looked for, in ms: reads can lag behind. */
const LOOKS = [0, 2_000, 5_000, 15_000];
/** The longest Retry-After that is waited for after a write. */
const LONGEST_WAIT = 60_000;
/** Of a read before a write. Graph counts its limits in windows of at most ten minutes. */
const LONGEST_WAIT_TO_READ = 900_000;
/** How often a request that is throttled is sent at most, and a write that has no answer or fails with a fault of the service. */
const MAX_ATTEMPTS = 7;
const MAX_UNKNOWN_WRITES = 3;
const BACKOFF = { first: 1_000, longest: 30_000 };
/**
 * Writes to targets of one service. All share the waits that it asks for, which end before a target is read: nothing is written
 * that was compared before a wait.
 */
class TargetWriter {
    #options;
    #opensAt = 0;
    constructor(options) {
        this.#options = options;
    }
    /**
     * Applies changes to one target: reads and judges it, sends one request, and reads it back. A write that may have failed is
     * sent again only if the target, read again, still has the values of the plan and fits. Never rejects.
     */
    async apply(planned) {
        const results = new Map();
        const [target] = planned;
        if (target === undefined)
            return [];
        const { guard, now, signal, admit } = this.#options;
        const found = await this.#readBefore(target, planned);
        if (signal.aborted)
            return planned.map((change) => unwritten(change, 'cancelled'));
        if (found.kind === 'failed')
            return planned.map((change) => unwritten(change, 'stale', `The mailbox could not be read: ${found.error}`));
        let resource = found.value;
        const all = planned.map((change) => ({ change, expected: change.before }));
        const fit = neededChanges(all, resource, { guard, now: now(), results, isWritten: false }).map(({ change }) => change);
        const admitted = admit(fit);
        for (const change of fit)
            if (!admitted.includes(change))
                results.set(change, unwritten(change, 'pending'));
        for (const [number, changes] of inSteps(admitted).entries()) {
            // An earlier step may have moved these values.
            const needed = changes.map((change) => ({
                change,
                expected: number === 0 ? change.before : settingIn(resource, change.setting),
            }));
            const after = await this.#write(needed, admitted, { target, resource, results });
            if (after === undefined)
                break;
            resource = after;
        }
        // Nothing is written after a step that failed.
        const [stopped] = admitted
            .flatMap((change) => results.get(change) ?? [])
            .filter(({ status }) => status !== 'applied');
        const isUntried = stopped?.status === 'pending' || stopped?.status === 'cancelled';
        return planned.map((change) => results.get(change) ??
            (isUntried
                ? unwritten(change, stopped.status)
                : unwritten(change, 'failed', `Not written: ${stopped?.change.setting ?? 'a setting before it'} was not applied`)));
    }
    /**
     * Writes a step. Returns the target as read afterwards if all of it is there.
     *
     * @param planned with the changes of other steps
     */
    async #write(all, planned, { target, resource: before, results, }) {
        const { service, guard, now, mayWrite } = this.#options;
        const made = all.map(({ change }) => change);
        const settings = made.map(({ setting }) => setting);
        let [left, resource, isWritten] = [all, before, false];
        const settle = (status, error, more = {}) => {
            for (const { change } of left)
                results.set(change, { change, status, error, isWritten, ...more });
        };
        if (this.#isCancelled())
            return settle('cancelled', '');
        if (!mayWrite())
            return settle('pending', '');
        for (let writes = 1;; writes++) {
            const changes = left.map(({ change }) => change);
            const answer = await service.write(target, patchOf(resource, changes));
            const failure = answer.kind === 'failed' ? answer : undefined;
            const isRefused = failure?.isRefused === true;
            isWritten ||= !isRefused;
            const most = failure?.isThrottled === true ? MAX_ATTEMPTS : MAX_UNKNOWN_WRITES;
            const isLast = failure?.mayPass !== true || writes >= most || (failure.retryAfter ?? 0) > LONGEST_WAIT;
            if (failure !== undefined && isRefused && isLast)
                return settle('failed', notWritten(failure), { isDenied: failure.isDenied });
            if (failure !== undefined)
                await this.#waitAfter(failure, writes);
            // A limit or a rejected token has no effect that could appear later.
            const isLate = !isRefused && (failure?.isThrottled !== true || isLast);
            const seen = await this.#look(target, settings, (value) => !isLate || left.every((one) => isDone(one, value)));
            if (seen.kind === 'failed') {
                const sent = failure === undefined ? 'Written' : `It is unknown whether this was written (${failure.error})`;
                return settle('not-verified', `${sent}, and not read back: ${seen.error}`);
            }
            left = left.filter((one) => {
                const readBack = settingIn(seen.value, one.change.setting);
                const isShown = isDone(one, seen.value);
                if (isShown)
                    results.set(one.change, { ...unwritten(one.change, 'applied'), isWritten: true, readBack });
                return !isShown;
            });
            const applied = made.flatMap((change) => results.get(change) ?? []).find(({ status }) => status === 'applied');
            if (applied !== undefined) {
                const moved = made.some(isLanguage) ? movedFormats(planned, before, seen.value) : [];
                const others = otherDifferences([...planned, ...moved], before, seen.value);
                results.set(applied.change, { ...applied, moved, others });
            }
            if (left.length === 0)
                return seen.value;
            if (failure === undefined) {
                for (const { change } of left) {
                    const error = `Written, but the value is ${shownValue(settingIn(seen.value, change.setting))}`;
                    results.set(change, { change, status: 'not-verified', error, isWritten });
                }
                return undefined;
            }
            left = neededChanges(left, seen.value, { guard, now: now(), results, isWritten });
            if (left.length === 0)
                return undefined;
            const isCertain = failure.isThrottled || isRefused;
            if (this.#isCancelled() && isCertain)
                return settle('cancelled', notWritten(failure));
            if (this.#isCancelled() || isLast || !mayWrite()) {
                return isCertain
                    ? settle('failed', notWritten(failure))
                    : settle('not-verified', `It is unknown whether this was written: ${failure.error}`);
            }
            resource = seen.value;
        }
    }
    /** Waits. Returns false if the run is cancelled first, or was. */
    async #pause(ms) {
        const { sleep: wait = retry/* sleep */.yy, signal } = this.#options;
        try {
            await wait(Math.ceil(ms), signal);
            return true;
        }
        catch {
            return false;
        }
    }
    #isCancelled() {
        return this.#options.signal.aborted;
    }
    /** Reads a target after the waits that the service asks for, and again if it may pass. */
    async #readBefore(target, changes) {
        const { service, now, signal, random } = this.#options;
        const settings = changes.map(({ setting }) => setting);
        for (let reads = 1;; reads++) {
            await this.#untilOpen();
            const answer = await service.read(target, settings);
            if (answer.kind === 'ok' && now() < this.#opensAt)
                continue;
            if (answer.kind === 'ok' || !answer.mayPass || reads >= MAX_ATTEMPTS || signal.aborted)
                return answer;
            const wait = answer.retryAfter ?? (0,retry/* backoffMs */.jo)(reads, BACKOFF, random);
            if (wait > LONGEST_WAIT_TO_READ)
                return answer;
            if (answer.isThrottled && wait <= LONGEST_WAIT)
                this.#opensAt = Math.max(this.#opensAt, now() + wait);
            if (!(await this.#pause(wait)))
                return answer;
        }
    }
    /** Waits before the look at a write that may have failed. Longer waits are not for looks, which decide then. */
    async #waitAfter({ retryAfter, isThrottled }, writes) {
        const { now, random } = this.#options;
        const wait = retryAfter ?? (isThrottled ? (0,retry/* backoffMs */.jo)(writes, BACKOFF, random) : 0);
        if (wait === 0 || wait > LONGEST_WAIT)
            return;
        this.#opensAt = Math.max(this.#opensAt, now() + wait);
        await this.#untilOpen();
    }
    async #untilOpen() {
        const { now } = this.#options;
        while (now() < this.#opensAt && (await this.#pause(this.#opensAt - now())))
            ;
    }
    /** Reads a target after a write until the answer is enough, at most so often. Returns the last answer. */
    async #look(target, settings, isEnough) {
        const { service } = this.#options;
        let seen = await service.read(target, settings);
        for (const [at, moment] of LOOKS.entries()) {
            if (seen.kind === 'ok' && isEnough(seen.value))
                break;
            const next = LOOKS[at + 1];
            if (next === undefined || !(await this.#pause(next - moment)))
                break;
            seen = await service.read(target, settings);
        }
        return seen;
    }
}
function notWritten({ error }) {
    return `Not written: ${error}`;
}

;// CONCATENATED MODULE: ./src/remediation/apply.ts



/** Mailboxes that are changed at a time. Exchange Online limits the requests of a tenant that run at a time. */
const PARALLEL = { graph: 8, exchange: 4 };
/**
 * Applies the changes of a plan: several mailboxes at a time, the changes to one of them one after the other. The first mailbox
 * is changed alone, and fewer at a time after failures. Yields the results of each mailbox in the order of the plan. If the consumer stops, no further write starts.
 */
async function* applyChanges(changes, options) {
    if (changes.some(({ setting }) => setting.endsWith('Message')))
        await (0,plain_text/* loadPlainText */.q)();
    const run = new ApplyRun(options);
    const groups = groupsOf(changes);
    const started = groups.map(() => Promise.withResolvers());
    void run.dispatch(groups, started);
    try {
        for (const { promise } of started)
            yield await promise;
    }
    finally {
        run.stop();
    }
}
/**
 * The changes by mailbox, in the order of the plan. A mailbox is known by its GUID, and by an address that a change with the GUID
 * has.
 */
function groupsOf(changes) {
    const ids = new Map();
    for (const { address, exchange } of changes)
        if (exchange !== undefined)
            ids.set(address.toLowerCase(), exchange.identity);
    const keyOf = ({ address, mailboxId, exchange }) => (exchange?.identity ?? ids.get(address.toLowerCase()) ?? mailboxId ?? address).toLowerCase();
    return [...Map.groupBy(changes, keyOf).values()].map((ofMailbox) => ({
        service: ofMailbox.some(({ exchange }) => exchange !== undefined) ? 'exchange' : 'graph',
        changes: ofMailbox,
    }));
}
/** Decides which mailboxes are changed at a time, and when no more are. */
class ApplyRun {
    #options;
    #writers;
    #running = { graph: 0, exchange: 0 };
    /** Changes of mailboxes that are under way. */
    #reserved = 0;
    /** How many more changes may be written. */
    #left;
    #failures = 0;
    #hasSuccess = false;
    #isStopped = false;
    #ended = Promise.withResolvers();
    constructor(options) {
        this.#options = options;
        this.#left = options.limit ?? Infinity;
        const writer = () => new TargetWriter({
            ...options,
            mayWrite: () => options.isDryRun !== true && this.#mayWrite,
            admit: (changes) => this.#admit(changes),
        });
        this.#writers = { graph: writer(), exchange: writer() };
    }
    stop() {
        this.#isStopped = true;
    }
    get #mayWrite() {
        const { isStopped, maxFailures } = this.#options;
        return !this.#isStopped && isStopped?.() !== true && this.#failures < maxFailures;
    }
    async dispatch(groups, started) {
        for (const [at, group] of groups.entries()) {
            while (!this.#canStart(group))
                await this.#ended.promise;
            const running = this.#run(group);
            // Errors are those of the promise that is awaited in the order of the plan.
            running.catch(() => undefined);
            started[at]?.resolve(running);
        }
    }
    #canStart({ service, changes }) {
        const { graph, exchange } = this.#running;
        if (graph + exchange === 0)
            return true;
        // A mistake that concerns every mailbox shows at the first one.
        const left = this.#options.maxFailures - this.#failures;
        const most = this.#hasSuccess ? (this.#failures === 0 ? PARALLEL.graph : Math.min(PARALLEL.graph, left)) : 1;
        const isWithinLimit = this.#reserved + changes.length <= this.#left;
        return graph + exchange < most && this.#running[service] < PARALLEL[service] && isWithinLimit;
    }
    async #run({ service, changes }) {
        this.#running[service] += 1;
        this.#reserved += changes.length;
        const results = [];
        try {
            for (const ofTarget of Map.groupBy(changes, targetKey).values())
                results.push(...(await this.#target(service, ofTarget)));
            return results;
        }
        finally {
            this.#hasSuccess ||= results.some((result) => !isFailure(result));
            this.#running[service] -= 1;
            this.#reserved -= changes.length;
            this.#ended.resolve(undefined);
            this.#ended = Promise.withResolvers();
        }
    }
    async #target(service, changes) {
        if (this.#options.signal.aborted)
            return changes.map((change) => unwritten(change, 'cancelled'));
        if (!this.#mayWrite || this.#left === 0)
            return changes.map((change) => unwritten(change, 'pending'));
        const results = await this.#writers[service].apply(changes);
        this.#failures += results.filter(isFailure).length;
        return results;
    }
    /**
     * The changes to a target that `limit` still permits. Those of one rule are written together or not at all, also if they alone are more.
     */
    #admit(changes) {
        const admitted = new Set();
        for (const unit of unitsOf(changes)) {
            if (unit.length > this.#left && this.#left < (this.#options.limit ?? Infinity))
                this.#left = 0;
            if (this.#left === 0)
                break;
            this.#left = Math.max(0, this.#left - unit.length);
            for (const change of unit)
                admitted.add(change);
        }
        return changes.filter((change) => admitted.has(change));
    }
}
function isFailure({ status }) {
    return status === 'failed' || status === 'not-verified';
}
/** Changes that rules have in common, together. */
function unitsOf(changes) {
    let units = [];
    for (const change of changes) {
        const isMate = ({ rules }) => rules.some((rule) => change.rules.includes(rule));
        const mates = units.filter((unit) => unit.some(isMate));
        units = [...units.filter((unit) => !mates.includes(unit)), [...mates.flat(), change]];
    }
    return units;
}

// EXTERNAL MODULE: ./src/exchange/command.ts
var command = __webpack_require__(12788);
// EXTERNAL MODULE: ./src/exchange/outcome.ts
var exchange_outcome = __webpack_require__(28433);
// EXTERNAL MODULE: ./src/graph/batch.ts
var batch = __webpack_require__(35624);
// EXTERNAL MODULE: ./src/source/graph.ts + 12 modules
var source_graph = __webpack_require__(25472);
;// CONCATENATED MODULE: ./src/remediation/services.ts








/**
 * The service of each target. Sends nothing.
 *
 * @param exchangeTokens undefined if no target is in Exchange Online
 * @param options `signal` ends requests that are under way; `propertiesOf`: what the reports of Exchange Online read of a target
 */
function settingsService({ tokens, exchangeTokens }, options) {
    const graph = graphService(new source_graph/* Graph */.T({ ...options, tokens }));
    if (exchangeTokens === undefined)
        return graph;
    const exchange = exchangeService(new source_exchange/* Exchange */.k5({ ...options, tokens: exchangeTokens }), options);
    const serviceOf = (target) => (target.exchange === undefined ? graph : exchange);
    return {
        read: (target, settings) => serviceOf(target).read(target, settings),
        write: (target, values) => serviceOf(target).write(target, values),
    };
}
/** Reads and PATCHes the settings of mailboxes and inbox rules through Graph. */
function graphService(graph) {
    const send = ({ address, mailboxId, inboxRule }, body) => answered(async () => {
        const path = inboxRule === undefined ? 'mailboxSettings' : `mailFolders/inbox/messageRules/${encodeURIComponent(inboxRule)}`;
        const { status, outcome } = await graph.send((0,batch/* mailboxUrl */.Yl)(mailboxId ?? address, path), body);
        return outcome.kind === 'read' ? { kind: 'ok', value: outcome.body } : failedRequest(status, outcome);
    });
    return { read: (target) => send(target), write: send };
}
const READING = {
    'Set-Mailbox': 'Get-Mailbox',
    'Set-CASMailbox': 'Get-CASMailbox',
};
/** Reads and changes properties of mailboxes by the cmdlets of Exchange Online. */
function exchangeService({ client }, { now, propertiesOf }) {
    return {
        read: (target, settings) => answered(async () => {
            const { cmdlet, identity } = exchangeTarget(target);
            const select = [...new Set(['Guid', ...propertiesOf(target), ...settings])];
            const response = await client.invoke({ cmdlet: READING[cmdlet], parameters: { Identity: identity }, select });
            const outcome = (0,exchange_outcome/* outcomeOf */.s)(response, now());
            if (outcome.kind !== 'read')
                return failedRequest(response.status, outcome);
            return propertiesIn(outcome.body, identity, { select, settings });
        }),
        write: (target, values) => answered(async () => {
            const { cmdlet, identity } = exchangeTarget(target);
            const command = { cmdlet, parameters: { Identity: identity, ...values }, select: [] };
            const response = await client.invoke(command, undefined, true);
            const outcome = (0,exchange_outcome/* writeOutcomeOf */.n)(response, now());
            if (outcome.kind === 'read')
                return { kind: 'ok', value: {} };
            return withRoleHint(failedRequest(response.status, outcome), cmdlet, values);
        }),
    };
}
/** Without an answer, it is unknown whether a request had an effect. */
async function answered(request) {
    try {
        return await request();
    }
    catch (error) {
        // The further lines of Entra ID's messages are ids.
        const text = error instanceof errors/* UserError */.yo ? (error.message.split('\n', 1)[0] ?? '') : (0,errors/* describeError */.Uc)(error);
        return { ...failed(text), mayPass: !(error instanceof errors/* UserError */.yo) };
    }
}
function failed(error) {
    const never = { isRefused: false, mayPass: false, isThrottled: false, isDenied: false };
    return { kind: 'failed', error, ...never, retryAfter: undefined };
}
const REFUSALS = [400, 401, 403, 404];
function failedRequest(httpStatus, outcome) {
    const isRetried = outcome.kind === 'retry';
    const status = 'status' in outcome ? outcome.status : outcome.kind === 'denied' ? 'access-denied' : 'failed';
    return {
        kind: 'failed',
        error: `${status}, ${outcome.error}`,
        isRefused: !isRetried && REFUSALS.includes(httpStatus),
        mayPass: isRetried || outcome.kind === 'token',
        isThrottled: status === 'throttled',
        retryAfter: 'retryAfter' in outcome ? outcome.retryAfter : undefined,
        isDenied: outcome.kind === 'denied',
    };
}
function exchangeTarget({ exchange }) {
    if (exchange === undefined)
        throw new Error('a target of Graph');
    return exchange;
}
/** The properties of the one mailbox that was asked for. */
function propertiesIn(body, identity, { select, settings }) {
    const [item, ...others] = (0,command/* selectedProperties */.p6)((0,command/* objectsOf */.iZ)(body), select);
    const isOther = !(0,src_json/* isGuid */.W_)(item?.Guid) || item.Guid.toLowerCase() !== identity.toLowerCase();
    if (item === undefined || others.length > 0 || isOther)
        return failed('Exchange Online returned another mailbox');
    const missing = settings.find((setting) => !Object.hasOwn(item, setting));
    return missing === undefined ? { kind: 'ok', value: item } : failed(`Exchange Online does not show ${missing}`);
}
/** How Exchange says that a parameter does not exist: in general, or for the roles of the application. */
const REJECTED_PARAMETER = /Invalid cmdlet parameters specified|cannot be found that matches parameter name/i;
function withRoleHint(failure, cmdlet, values) {
    if (!REJECTED_PARAMETER.test(failure.error))
        return failure;
    const command = (0,cmdlets/* rolesCommand */.dV)(cmdlet, Object.keys(values));
    return { ...failure, error: `${failure.error}. No role of the application may have it: ${command} lists the roles` };
}

// EXTERNAL MODULE: ./src/outputs/progress.ts
var outputs_progress = __webpack_require__(14951);
// EXTERNAL MODULE: ./src/policy/judge.ts + 1 modules
var policy_judge = __webpack_require__(85902);
// EXTERNAL MODULE: ./src/exchange/matched-objects.ts
var matched_objects = __webpack_require__(65152);
// EXTERNAL MODULE: ./src/reports/queries.ts + 2 modules
var queries = __webpack_require__(385);
;// CONCATENATED MODULE: ./src/remediation/identity.ts




const NAME = 'mailbox-identity';
/** Of Graph, to read accounts. */
const IDENTITY_PERMISSION = 'User.Read.All';
/** Read together with other reports of Exchange Online, which lists these properties in any case. */
const EXCHANGE_IDENTITY = {
    name: NAME,
    source: 'exchange',
    permissions: ['Exchange.ManageAsApp'],
    request: {
        cmdlet: 'Get-Mailbox',
        select: ['Guid', 'ExternalDirectoryObjectId', 'UserPrincipalName', 'PrimarySmtpAddress', 'EmailAddresses'],
    },
    columns: { Guid: 'Guid' },
    keepsObject: true,
};
const GRAPH_IDENTITY = {
    name: NAME,
    permissions: [IDENTITY_PERMISSION],
    request: { path: '', version: 'v1.0', query: { $select: 'id,userPrincipalName,mail,proxyAddresses' } },
    columns: { Id: 'id' },
    keepsObject: true,
};
/** What is known of the mailboxes of a run, by their addresses in the list. */
class Identities {
    #identities = new Map();
    /** Whether the application may not read them in Graph. */
    isDenied = false;
    /** @param object a user of Graph, or a mailbox of Exchange Online */
    add(address, object) {
        if ((0,src_json/* isObject */.Gv)(object))
            this.#identities.set(address.toLowerCase(), identityOf(address, object));
    }
    of(address) {
        return this.#identities.get(address.toLowerCase());
    }
    /** The addresses that are known, with that of the list. */
    addressesOf = (address) => [address, ...(this.of(address)?.addresses ?? [])];
}
/**
 * Reads the accounts of mailboxes through Graph. Without the permission nothing is read, and whatever is not read is not
 * known.
 */
async function readGraphIdentities(graph, tokens, list) {
    const identities = new Identities();
    const { roles } = await tokens.get();
    identities.isDenied = roles !== undefined && !(0,app_roles/* covers */.hU)(roles, IDENTITY_PERMISSION);
    if (identities.isDenied)
        return identities;
    const reader = graph.reader(list, await (0,queries/* compileGraphQueries */.aT)([GRAPH_IDENTITY]));
    for await (const answers of reader.read()) {
        for (const { mailbox, results } of answers) {
            const [result] = results;
            if (result?.status === 'ok')
                identities.add(mailbox.address, result.value[0]?.object);
        }
    }
    return identities;
}
function identityOf(address, object) {
    const { id, ExternalDirectoryObjectId: objectId, Guid: guid } = object;
    const named = ['userPrincipalName', 'mail', 'UserPrincipalName', 'PrimarySmtpAddress'].map((name) => object[name]);
    const list = object.proxyAddresses ?? object.EmailAddresses;
    const addresses = [...named, ...(0,matched_objects/* smtpAddresses */.jI)(list)].flatMap((text) => (typeof text === 'string' ? text : []));
    return {
        id: [id, objectId, address].find(src_json/* isGuid */.W_)?.toLowerCase(),
        guid: (0,src_json/* isGuid */.W_)(guid) ? guid.toLowerCase() : undefined,
        // A list that is left out may have an address that is exempt.
        addresses: Array.isArray(list) ? [...new Set(addresses.map((text) => text.toLowerCase()))] : undefined,
    };
}

;// CONCATENATED MODULE: ./src/remediation/plan.ts



/**
 * Collects what the rules of a policy change, as mailboxes pass. Only violations that fail or warn are changed: never an
 * exempt, known or inconclusive one, and nothing in a mailbox of which a report could not be read.
 */
class PlanCollector {
    #options;
    #changes = [];
    /** Ids of the mailboxes so far. */
    #seen = new Set();
    skipped = [];
    /** Mailboxes of the plan whose properties on-premises may synchronize. */
    synchronized = 0;
    constructor(options) {
        this.#options = options;
    }
    /** In the order of plan.csv, which does not depend on the mailbox list. */
    get changes() {
        return this.#changes
            .map((change) => ({ change, key: sortKey(change) }))
            .sort((a, b) => (a.key < b.key ? -1 : a.key > b.key ? 1 : 0))
            .map(({ change }) => change);
    }
    /** Adds the changes of a mailbox. Throws the UserErrors `SET_CONFLICT` and `SET_REFUSED`. */
    add(result) {
        if (result.status !== 'ok')
            return;
        const isRepeated = this.#isRepeated(result.mailbox.address);
        for (const { target, resource, rows } of targetsOf(result)) {
            if (isRepeated) {
                this.skipped.push(...rows.flatMap((row) => rowsToChange(row, 'same-mailbox')));
                continue;
            }
            const { changes, skipped } = this.#options.planner.plan(this.#identified(target), resource, rows);
            this.#changes.push(...changes);
            this.skipped.push(...skipped);
            const isCloudManaged = resource.IsDirSynced !== true || resource.IsExchangeCloudManaged === true;
            if (changes.length > 0 && target.exchange?.cmdlet === 'Set-Mailbox' && !isCloudManaged)
                this.synchronized += 1;
        }
    }
    #identified(target) {
        return { ...target, mailboxId: this.#options.identities.of(target.address)?.id };
    }
    /** Whether another address of the list names the same mailbox. */
    #isRepeated(address) {
        const { id, guid } = this.#options.identities.of(address) ?? {};
        const keys = [id, guid].flatMap((value, at) => (value === undefined ? [] : [`${at}:${value}`]));
        const isRepeated = keys.some((key) => this.#seen.has(key));
        for (const key of keys)
            this.#seen.add(key);
        return isRepeated;
    }
}
function targetsOf(result) {
    const targets = new Map();
    for (const report of result.reports) {
        for (const row of report.rows) {
            const resource = resourceOf(row, report, result);
            if (resource === undefined)
                continue;
            const target = targetOf(row, report, resource);
            const found = targets.get(targetKey(target)) ?? { target, resource, rows: [] };
            targets.set(targetKey(target), found);
            const findings = countedFindings(row, report.verdict?.rules);
            found.rows.push({ report: report.definition, row, findings });
        }
    }
    return targets.values();
}
/** Where the changes of a row are written. Ids that the service does not show are ''. */
function targetOf({ mailbox: { address } }, { definition }, { Guid: guid, id }) {
    const cmdlet = setCmdletOf(definition.name);
    if (cmdlet !== undefined) {
        return { address, inboxRule: undefined, exchange: { cmdlet, identity: (0,src_json/* isGuid */.W_)(guid) ? guid : '' } };
    }
    return { address, inboxRule: definition.name === 'inbox-rules' ? (typeof id === 'string' ? id : '') : undefined };
}
/** What `set` is a part of: the inbox rule of the row, the object of Exchange Online, or the settings of the mailbox. */
function resourceOf(row, { definition }, { reports }) {
    const { name } = definition;
    const isSettings = name === 'mailbox-settings' || name === 'automatic-replies';
    if (!isSettings && name !== 'inbox-rules' && setCmdletOf(name) === undefined)
        return undefined;
    const settings = reports.find((report) => report.definition.name === 'mailbox-settings');
    const { object } = (isSettings ? settings?.rows[0] : row) ?? {};
    return (0,src_json/* isObject */.Gv)(object) ? object : undefined;
}
function sortKey({ address, item, setting, inboxRule = '', exchange }) {
    return JSON.stringify([address.toLowerCase(), item, setting, inboxRule, exchange?.cmdlet ?? '']);
}

// EXTERNAL MODULE: ./src/reports/rows.ts
var rows = __webpack_require__(758);
;// CONCATENATED MODULE: ./src/remediation/row-reader.ts




/** Compiles how the reports read an object that is, or would be, at a service. Parameters and errors are those of `compileGraphQueries`. */
async function newRowReader(reports, internalDomains, now) {
    const readers = new Map();
    for (const report of reports) {
        if ((0,reports_definition/* isGraphReport */.xg)(report)) {
            const [query] = await (0,queries/* compileGraphQueries */.aT)([report], internalDomains, now);
            readers.set(report.name, (resource) => {
                const collector = query?.newCollector();
                const page = pageOf(report.name, resource);
                if (page !== undefined)
                    collector?.onPage(page, false);
                return collector?.result() ?? [];
            });
        }
        else {
            const [query] = (0,queries/* compileExchangeQueries */.rN)([report], internalDomains, now);
            readers.set(report.name, (resource) => query?.read(resource) ?? []);
        }
    }
    return (report, mailbox, resource) => {
        try {
            const [row, ...others] = (0,rows/* rowsOf */.RO)(mailbox, { status: 'ok', value: readers.get(report.name)?.(resource) ?? [] }, report);
            return others.length === 0 && row.content === 'item' ? row : undefined;
        }
        catch (error) {
            // What a report cannot read is no row: nothing is known about it.
            if (error instanceof Error)
                return undefined;
            throw error;
        }
    };
}
/** What the request of a report would return. */
function pageOf(report, resource) {
    if (report === 'inbox-rules')
        return { value: [resource] };
    if (report !== 'automatic-replies')
        return resource;
    const { automaticRepliesSetting: replies } = resource;
    return (0,src_json/* isObject */.Gv)(replies) ? replies : undefined;
}

// EXTERNAL MODULE: ./src/totals/totals.ts + 2 modules
var totals_totals = __webpack_require__(2597);
// EXTERNAL MODULE: ./src/totals/verdict-counts.ts
var verdict_counts = __webpack_require__(11427);
// EXTERNAL MODULE: ./src/actions/pipeline.ts
var pipeline = __webpack_require__(8573);
;// CONCATENATED MODULE: ./src/actions/remediation-plan.ts






















/** Receives the outputs of the report action that sign-in and reading set. */
const NO_OUTPUTS = new run_outputs/* StepOutputs */.b({ setOutput: () => undefined });
/**
 * Reads and judges the mailboxes of the list, and plans what the policy changes. Rejects with a UserError: of Exchange Online,
 * `SET_CONFLICT`, `SET_REFUSED`, `INCOMPLETE` if no mailbox could be read, or `CANCELLED`.
 */
async function makePlan(options, basis) {
    const { core, signal, warnings, list } = options;
    const { policy, baseline } = basis;
    const reading = await openReading(options);
    const { reports, identities, started, source } = reading;
    const judge = (0,policy_judge.compilePolicy)(policy, reports, started, baseline, identities.addressesOf);
    const plan = new PlanCollector({ planner: await newPlanner(reading, basis), identities });
    const totals = new totals_totals/* Totals */.s(reports, new verdict_counts/* VerdictCounts */.A(policy), started);
    await (0,log/* logGroup */.QT)(core, 'Read the mailboxes', () => readAll(options, reading, { totals, stages: [(0,pipeline/* policyStage */.Dg)(judge)], sinks: [plan] }));
    const { read, unreadable: unread } = totals.mailboxes;
    core.info((0,log/* logText */.kc)(`Read ${(0,numbers/* count */.U9)(read)} of ${(0,numbers/* counted */.hS)(list.length, 'mailbox', 'mailboxes')}`));
    requireUncancelled(signal);
    if (source.reader.stoppedBy !== undefined)
        throw source.reader.stoppedBy;
    if (read === 0) {
        throw new errors/* UserError */.yo('INCOMPLETE', 'No mailbox could be read, so there is no plan.', {
            hint: 'Run the report action on the same list: its report has the cause for each mailbox.',
        });
    }
    (0,conclude/* warnOfPolicy */.eb)(judge, warnings);
    for (const warning of skipWarnings(plan))
        warnings.add(warning);
    const { changes, skipped } = plan;
    return { changes, skipped, counts: { mailboxes: list.length, unread, skipped: skipped.length } };
}
/** Throws the UserError `CANCELLED` for a plan that may lack changes. */
function requireUncancelled(signal) {
    if (!signal.aborted)
        return;
    throw new errors/* UserError */.yo('CANCELLED', 'The run was cancelled before the plan was complete. Nothing was changed.', {
        hint: 'Run the workflow again.',
    });
}
/**
 * The guard of each write of a plan. Reads what must be known before the first one: which mailboxes the addresses name, and what
 * reports of Exchange Online add to the objects of mailboxes. Rejects as `makePlan` does.
 */
async function openGuard(options, changes, basis) {
    const listed = new Map(options.list.mailboxes.map((mailbox) => [mailbox.address.toLowerCase(), mailbox]));
    const mailboxOf = (address) => listed.get(address.toLowerCase()) ?? { address, file: options.list.files[0] ?? '', line: 1 };
    // No row of an undo is judged. What Graph shows is in the answer before each write.
    const judged = basis.kind === 'undo' ? [] : options.reports;
    const shown = new Set(changes.map(reportOf));
    const read = judged.filter((report) => (0,reports_definition/* isExchangeReport */.Uq)(report) && shown.has(report.name));
    const share = (0,mailbox/* mailboxList */.h7)(changes.map(({ address }) => mailboxOf(address)));
    const reading = await openReading({ ...options, reports: read }, { share, computed: judged });
    const { identities, reports, started } = reading;
    if (identities.isDenied && changes.some(({ mailboxId }) => mailboxId !== undefined)) {
        const message = `The plan names mailboxes by the IDs of their accounts, which the application may not read: ${IDENTITY_PERMISSION} is missing.`;
        throw new errors/* UserError */.yo('WRITE_DENIED', `${message} Nothing was changed.`, {
            hint: `Let an administrator consent to ${IDENTITY_PERMISSION} for the application that writes, as for the one that made the plan.`,
        });
    }
    const found = new Map();
    const keyOf = (address, report) => `${report} ${address.toLowerCase()}`;
    if (reports.length > 0) {
        const sinks = [
            {
                add: ({ mailbox, reports: results }) => {
                    for (const { definition, rows } of results) {
                        const { object } = rows[0];
                        if ((0,reports_definition/* isExchangeReport */.Uq)(definition) && (0,src_json/* isObject */.Gv)(object))
                            found.set(keyOf(mailbox.address, definition.name), object);
                    }
                },
            },
        ];
        const totals = new totals_totals/* Totals */.s(reports, undefined, started);
        await (0,log/* logGroup */.QT)(options.core, 'Read the mailboxes', () => readAll(options, reading, { totals, stages: [], sinks }));
    }
    if (basis.kind === 'undo')
        return undoGuard(identities);
    return policyGuard(identities, {
        planned: changes,
        planner: await newPlanner({ ...reading, reports: judged }, basis),
        reports: judged,
        mailboxOf,
        additionsOf: (address, report) => found.get(keyOf(address, report)) ?? {},
    });
}
async function openReading(options, { share, computed } = {}) {
    const { inputs, signedIn, list, dispatcher, signal, now, random, core, isDebug, warnings } = options;
    const { tokens, exchangeTokens } = signedIn;
    const http = { inputs, dispatcher, signal, now, random };
    const graph = new source_graph/* Graph */.T({ ...http, tokens, debugLog: isDebug ? core : undefined });
    const exchange = exchangeTokens && new source_exchange/* Exchange */.k5({ ...http, tokens: exchangeTokens });
    const reports = exchange === undefined ? options.reports : [...options.reports, EXCHANGE_IDENTITY];
    const started = now();
    const services = { graph, exchange, core, warnings, outputs: NO_OUTPUTS, started, signal, share, computed };
    const source = await (0,source_source/* prepareSource */.pY)(inputs, reports, list, services);
    const identities = exchange === undefined ? await readGraphIdentities(graph, tokens, share ?? list) : new Identities();
    return { graph, source, reports, identities, started };
}
async function newPlanner({ reports, source, identities, started }, { policy, baseline }) {
    const readRow = await newRowReader(reports, source.internalDomains, started);
    const judge = (0,policy_judge.compilePolicy)(policy, reports, started, baseline, identities.addressesOf);
    return new TargetPlanner({ judge, readRow, identities, now: started });
}
async function readAll({ core, now, signal }, { graph, source, reports, identities }, { totals, stages, sinks }) {
    const identify = (result) => {
        const found = result.reports.find(({ definition }) => definition === EXCHANGE_IDENTITY);
        if (found !== undefined)
            identities.add(result.mailbox.address, found.rows[0].object);
        return result;
    };
    const { reader } = source;
    const progress = { reader, waits: () => graph.limiter.throttling.waits, total: source.mailboxes.length };
    await (0,pipeline/* runPipeline */.aI)({
        source: (0,outputs_progress/* logProgress */.s)({ core, now, signal }, progress),
        ...{ reports, totals, sinks, stages: [identify, ...stages] },
    });
}
function skipWarnings({ skipped, synchronized }) {
    const reasons = [...Map.groupBy(skipped, ({ reason }) => reason)].map(([reason, rows]) => `${(0,numbers/* counted */.hS)(rows.length, 'violation is', 'violations are')} not changed: ${SKIPPED[reason]}.`);
    if (synchronized === 0)
        return reasons;
    const planned = (0,numbers/* counted */.hS)(synchronized, 'mailbox of the plan is', 'mailboxes of the plan are');
    return [
        ...reasons,
        `${planned} synchronized from on-premises, and not known to be managed in the cloud (IsExchangeCloudManaged). ` +
            'Exchange Online refuses some changes there: make these on-premises.',
    ];
}

;// CONCATENATED MODULE: ./src/actions/remediation-apply.ts
















/** Ms after a cancellation at which requests under way end: what they were for must still be uploaded. */
const ENDING_MS = 1_500;
/**
 * Applies a plan. The undo record is on the disk and uploaded before the first write. Rejects with a UserError if that is not possible: nothing was
 * changed then. A file that cannot be written later ends the run after the writes under way.
 */
async function applyPlan(plan, options) {
    const { inputs, folder, core, outputs, step, service, guard, signal, now, random, sleep, onDone } = options;
    const { changes } = plan;
    const { repository, runId: id, attempt, runUrl: url = '' } = step;
    const { tenant, cloud, digest } = plan;
    const record = new UndoRecord(folder, { tenant, cloud, repository, run: { id, attempt, url }, plan: digest }, changes);
    const { csvBom: bom, csvDelimiter: delimiter } = inputs;
    const columns = [...CHANGE_COLUMNS, 'Status', 'Error'];
    const csv = new files_csv/* CsvFile */.fL(external_node_path_default().join(folder, 'applied.csv'), columns, { bom, delimiter });
    const results = [];
    let unwritable;
    let uploaded;
    const orStop = async (write) => {
        try {
            await write();
        }
        catch (error) {
            if (!(error instanceof errors/* UserError */.yo))
                throw error;
            unwritable ??= error;
        }
    };
    try {
        await csv.flush();
        uploaded = await uploadRecord(record.path, folder, options);
        const { limit, maxFailures } = inputs;
        const isStopped = () => unwritable !== undefined;
        const run = { service, guard, signal, now, random, sleep, limit, maxFailures, isStopped };
        await (0,log/* logGroup */.QT)(core, inputs.mode === 'undo' ? 'Undo the changes' : 'Apply the changes', async () => {
            for await (const done of applyChanges(changes, run)) {
                results.push(...done);
                for (const line of done.flatMap(linesOf))
                    core.info((0,log/* logText */.kc)(line));
                onDone(done);
                await orStop(() => record.add(done));
                await orStop(async () => {
                    await csv.write(done.map(({ change, status, error }) => [...changeCells(change), status, error]));
                    await csv.flush();
                });
            }
        });
        await orStop(() => record.save());
    }
    finally {
        await orStop(() => csv.close());
    }
    const countOf = (status) => results.filter((each) => each.status === status).length;
    outputs.set({
        'applied-count': countOf('applied'),
        'failed-count': failedCount(countOf),
        'pending-count': countOf('pending'),
    });
    const denied = results.find(({ isDenied }) => isDenied === true);
    const outcome = appliedOutcome(countOf, unwritable ?? (denied && deniedError(denied, inputs)));
    return { outcome, results, files: [csv.path, record.path], record: uploaded };
}
/** Throws the UserError `UNDO_FILE` for the undo file of another tenant or cloud. */
function requireTenant(undone, { tenant, cloud }) {
    if (undone.tenant.toLowerCase() === tenant.toLowerCase() && undone.cloud === cloud)
        return;
    const message = `The undo file is of another tenant, ${undone.tenant} in the cloud ${undone.cloud}. Nothing was changed.`;
    throw new errors/* UserError */.yo('UNDO_FILE', message, { hint: 'Sign in to the tenant whose mailboxes were changed.' });
}
/**
 * The changes back that can be made: reads each mailbox, and leaves out those that are done or no longer fit. Rejects with the UserError
 * `CANCELLED`.
 */
async function planUndo(undone, { core, warnings, signal, ...options }) {
    const run = { ...options, signal, limit: undefined, maxFailures: Infinity, isDryRun: true };
    const planned = [];
    const left = [];
    await (0,log/* logGroup */.QT)(core, 'Read the mailboxes', async () => {
        for await (const results of applyChanges(undone.changes, run)) {
            for (const result of results) {
                if (result.status === 'pending')
                    planned.push(result.change);
                else
                    left.push(result);
                if (result.status !== 'pending')
                    for (const line of linesOf(result))
                        core.info((0,log/* logText */.kc)(line));
            }
        }
    });
    requireUncancelled(signal);
    const other = left.find(({ error }) => error.endsWith(OTHER_MAILBOX));
    if (other !== undefined) {
        throw new errors/* UserError */.yo('UNDO_FILE', `In the undo file, ${other.error}. Nothing was changed.`, {
            hint: 'Take the undo.json of the run, unchanged. If the address was given to another mailbox since, change the others by hand.',
        });
    }
    const stale = left.filter(({ status }) => status !== 'unchanged').length;
    if (stale > 0) {
        warnings.add(`${(0,numbers/* counted */.hS)(stale, 'change is', 'changes are')} not undone: the setting changed since, or cannot be restored. The log names them.`);
    }
    return planned;
}
/** Throws the UserError `INPUT_INVALID` if the undo record would have no artifact. */
function requireArtifactName({ mode, artifactName }, { loadArtifactClient }) {
    if (mode === 'plan' || artifactName !== undefined || loadArtifactClient === undefined)
        return;
    throw (0,read_inputs/* invalid */.Gq)('artifact-name', '', 'Name one, or omit the input: nothing is changed unless the undo record is an artifact.');
}
/** The service of changes, whose requests end soon after a cancellation. */
function changingService(signedIn, reports, { signal, deadline, ...options }) {
    const propertiesOf = (target) => {
        const report = reports.find(({ name }) => name === reportOf(target));
        return report !== undefined && (0,reports_definition/* isExchangeReport */.Uq)(report) ? report.request.select : [];
    };
    return settingsService(signedIn, { ...options, signal: endingSignal({ signal, deadline }), propertiesOf });
}
/** A signal that ends requests under way soon after a cancellation, and at the deadline. */
function endingSignal({ signal, deadline }) {
    const ending = new AbortController();
    const onAbort = () => {
        setTimeout(() => ending.abort(new Error('the run was cancelled')), ENDING_MS).unref();
    };
    if (signal.aborted)
        onAbort();
    else
        signal.addEventListener('abort', onAbort, { once: true });
    return AbortSignal.any([ending.signal, deadline]);
}
function deniedError({ change, error }, { clientId }) {
    const cmdlet = change.exchange?.cmdlet ?? 'Set-Mailbox';
    const message = `Exchange Online does not let the application run ${cmdlet}. ${error}`;
    return new errors/* UserError */.yo('WRITE_DENIED', message, (0,cmdlets/* grantSteps */._q)(cmdlet, clientId));
}
/** Of a value in a line of the log. */
const remediation_apply_LONGEST_VALUE = 80;
/** The lines about a change, and about what else its write has changed. */
function linesOf({ change, status, error, moved = [], others = [] }) {
    return [
        `${changeText(change, remediation_apply_LONGEST_VALUE)}: ${[status, error].filter((part) => part !== '').join('. ')}`,
        ...moved.map((each) => `${changeText(each, remediation_apply_LONGEST_VALUE)}: changed with language.locale`),
        ...others.map((each) => `${changeText({ ...change, ...each }, remediation_apply_LONGEST_VALUE)}: changed at the same time`),
    ];
}

;// CONCATENATED MODULE: ./src/actions/remediate.ts



















/** Days that the record of an undo should be kept at least. */
const SHORT_RETENTION = 30;
/**
 * Runs the remediate action: plans, applies or undoes changes. Returns whether the step fails. Never rejects: what was
 * changed is written, uploaded and summarised, and exactly one error says why the step fails.
 */
function remediate(env, runner, observer) {
    return (0,conclude/* runAction */.Cs)(env, runner.core, async (outputs) => {
        const { reason } = await run(env, runner, outputs, observer);
        return { fails: reason !== undefined };
    });
}
/** Makes a plan or takes over the approved one, performs what the mode asks for, and delivers the result. */
async function run(env, runner, outputs, observer) {
    const { core, dispatcher, signal, deadline, now, random, sleep, loadArtifactClient } = runner;
    const step = (0,run_runner/* stepEnvironment */.a)(env);
    const remediation = await readRemediation(env, step.workspace);
    const { inputs, basis, reports, list } = remediation;
    const notes = basis.kind === 'undo' ? [] : [`Reads ${reports.map(({ name }) => name).join(', ')}`];
    await (0,log/* logSettings */.AF)(core, settingsOf(remediation), notes);
    requireArtifactName(inputs, runner);
    const warnings = new log/* Warnings */.eS(core);
    if (inputs.mode !== 'plan' &&
        inputs.artifactName !== undefined &&
        (inputs.retentionDays ?? SHORT_RETENTION) < SHORT_RETENTION) {
        warnings.add(`After ${inputs.retentionDays} days ("retention-days") nothing can be undone. Use ${SHORT_RETENTION} or more.`);
    }
    const visibility = (0,repository_visibility/* isPublicRepository */.G)(step, { dispatcher, signal });
    const signInOptions = { core, outputs: NO_OUTPUTS, warnings, dispatcher, signal, now, env };
    const signedIn = await (0,log/* logGroup */.QT)(core, 'Sign in', () => (0,source_sign_in/* signIn */.Jv)(inputs, reports, (0,source_sign_in/* readCredential */.Yz)(inputs, signInOptions), signInOptions));
    if (signedIn.lacking !== undefined)
        warnings.add(signedIn.lacking.warning);
    const http = { inputs, dispatcher, signal, now, random };
    if (inputs.mode !== 'plan')
        await requireWritePermission(reports, signedIn, { ...http, warnings });
    await (0,log/* logGroup */.QT)(core, 'Mailbox list', () => (0,source_source/* logLists */.WT)(list, inputs, core, NO_OUTPUTS));
    const reading = { ...http, core, signedIn, reports, list, isDebug: step.isDebug, warnings };
    const approved = remediation.plan;
    const about = { tenant: signedIn.tenantId, cloud: inputs.cloud, digests: digestsOf(remediation) };
    if (approved !== undefined)
        requireFitting(approved, { ...about, now: now() });
    const changing = { service: changingService(signedIn, reports, { ...http, deadline }), signal, now, random, sleep };
    if (basis.kind === 'undo')
        requireTenant(basis.undo, about);
    const made = approved === undefined ? await planOf(remediation, reading, changing) : { ...approved, skipped: [] };
    const folder = await (0,output_directory/* createOutputDirectory */.ne)(inputs.outputDirectory, step);
    const planned = await writePlanCsv(folder, made.changes, inputs);
    const stored = approved ?? (await writePlanFile(folder, { kind: basis.kind, ...about, ...made }, step, now()));
    const { digest, changes } = stored;
    outputs.set({ 'output-directory': folder, 'change-count': changes.length, 'plan-digest': digest });
    core.info(`Plan: ${(0,numbers/* counted */.hS)(changes.length, 'change', 'changes')}, digest ${digest}`);
    observer?.onPlan(changes);
    for (const note of planNotes(stored, inputs))
        warnings.add(note);
    if (await visibility)
        (0,conclude/* warnOfVisibility */.Kw)(inputs, warnings);
    const decided = outcomeWithoutWrites(stored, inputs);
    const delivery = { core, outputs, warnings, inputs, step, deadline, loadArtifactClient };
    const onDone = (done) => observer?.onDone(done);
    const applied = approved === undefined || decided !== undefined
        ? { outcome: decided ?? { result: 'planned', reason: undefined }, files: [], results: [], record: undefined }
        : await applyPlan(approved, {
            ...{ ...delivery, ...changing, inputs, folder, onDone },
            guard: await guardOf(remediation, changes, reading),
        });
    const plan = { mode: inputs.mode, changes, skipped: made.skipped, digest, folder };
    const written = [...(approved === undefined ? [external_node_path_default().join(folder, PLAN_JSON)] : []), planned, ...applied.files];
    return deliverRemediation({ ...plan, ...applied, files: written }, delivery);
}
/** SHA-256 digests of what a plan is made of. */
function digestsOf({ basis, list }) {
    return basis.kind === 'undo' ? { undo: basis.undo.digest } : policyDigests(list, basis.policy, basis.baseline);
}
async function planOf({ basis, list }, reading, changing) {
    if (basis.kind === 'policy')
        return makePlan(reading, basis);
    const guard = await openGuard(reading, basis.undo.changes, basis);
    const changes = await planUndo(basis.undo, { ...changing, ...reading, guard });
    return { changes, skipped: [], counts: { mailboxes: list.length, unread: 0, skipped: 0 } };
}
/** Throws the UserError `PLAN_FILE` for a plan that was edited. */
async function guardOf({ basis }, changes, reading) {
    if (basis.kind === 'policy')
        requireChangesOfPolicy(changes, basis.policy, reading.list);
    return openGuard(reading, changes, basis);
}
/** The outcome of a plan that has no changes or must not be applied. */
function outcomeWithoutWrites({ changes, counts }, { mode, maxChanges = Infinity, maxUnreadable }) {
    const { unread, mailboxes } = counts;
    if ((0,result/* isTooManyUnread */.Vm)(unread, mailboxes, maxUnreadable)) {
        const message = `${(0,numbers/* counted */.hS)(unread, 'mailbox', 'mailboxes')} of ${(0,numbers/* count */.U9)(mailboxes)} could not be read; "max-unreadable" allows ${(0,result/* maxUnreadableText */.Dr)(maxUnreadable)}. Nothing was changed.`;
        const hint = 'Run the report action on the same list: its report has the cause for each. Correct it, or raise "max-unreadable".';
        return { result: 'error', reason: new errors/* UserError */.yo('INCOMPLETE', message, { hint }) };
    }
    if (changes.length === 0)
        return { result: 'unchanged', reason: undefined };
    if (mode === 'plan' || changes.length <= maxChanges)
        return undefined;
    const message = `The plan has ${(0,numbers/* counted */.hS)(changes.length, 'change', 'changes')}; "max-changes" allows ${(0,numbers/* count */.U9)(maxChanges)}. Nothing was changed.`;
    const hint = 'Check that the policy is right. Then raise "max-changes", or shorten the mailbox list.';
    return { result: 'error', reason: new errors/* UserError */.yo('PLAN_TOO_LARGE', message, { hint }) };
}
function settingsOf({ inputs, reports, basis }) {
    const { policy, baseline } = basis.kind === 'policy' ? basis : {};
    return {
        mode: inputs.mode,
        'tenant-id': inputs.tenantId || undefined,
        'client-id': inputs.clientId || undefined,
        'graph-url': inputs.graphUrl,
        'exchange-url': (0,source_sign_in/* needsExchange */.z8)(reports) ? inputs.exchangeUrl : undefined,
        policy: policy?.file,
        mailboxes: policy && inputs.mailboxes.join(', '),
        baseline: baseline?.file,
        'plan-file': inputs.planFile,
        'undo-file': inputs.undoFile,
        'max-changes': inputs.maxChanges?.toString(),
        'max-unreadable': (0,result/* maxUnreadableText */.Dr)(inputs.maxUnreadable),
        'max-failures': String(inputs.maxFailures),
        limit: inputs.limit?.toString(),
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
const FORMAT = matching(/^[dMyHhmst .,:/'-]{1,40}$/, 'a short date or time format, such as yyyy-MM-dd or HH:mm');
const TIME_ZONE = {
    accepts: (value) => typeof value === 'string' && isTimeZone(value),
    expected: 'a Windows or IANA time zone, such as "W. Europe Standard Time" or Europe/Berlin',
};
const TIME_OF_DAY = matching(/^(?:[01]\d|2[0-3]):[0-5]\d:[0-5]\d(?:\.0{1,7})?$/, "a time in quotes, such as '08:00:00'");
const LOCAL_DATE_TIME = {
    accepts: (value) => typeof value === 'string' &&
        /^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d(?:\.\d{1,7})?$/.test(value) &&
        !Number.isNaN(Date.parse(`${value.slice(0, 19)}Z`)),
    expected: "a date and time in quotes, such as '2027-01-04T08:00:00'",
};
const LOCALE = matching(/^[a-z]{2,3}(?:-[A-Z][a-z]{3})?(?:-(?:[A-Z]{2}|\d{3}))?$/, 'a language and region, such as de-DE');
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
function matching(pattern, expected) {
    return { accepts: (value) => typeof value === 'string' && pattern.test(value), expected };
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
