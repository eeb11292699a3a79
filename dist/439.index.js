export const id = 439;
export const ids = [439,902];
export const modules = {

/***/ 26439:
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
// EXTERNAL MODULE: ./src/exchange/cmdlets.ts
var cmdlets = __webpack_require__(26407);
// EXTERNAL MODULE: ./src/outputs/files/csv-file.ts
var csv_file = __webpack_require__(1745);
// EXTERNAL MODULE: ./src/run/log.ts
var log = __webpack_require__(23503);
// EXTERNAL MODULE: ./src/text/numbers.ts
var numbers = __webpack_require__(92613);
// EXTERNAL MODULE: ./src/reports/expressions/plain-text.ts
var plain_text = __webpack_require__(10787);
// EXTERNAL MODULE: ./src/files/json-shape.ts
var json_shape = __webpack_require__(30601);
// EXTERNAL MODULE: ./src/json.ts
var src_json = __webpack_require__(8301);
// EXTERNAL MODULE: ./src/mailboxes/address.ts
var address = __webpack_require__(16592);
// EXTERNAL MODULE: ./src/reports/built-in.ts + 14 modules
var built_in = __webpack_require__(46423);
// EXTERNAL MODULE: ./src/text/display.ts
var display = __webpack_require__(24745);
;// CONCATENATED MODULE: ./src/remediation/change.ts





/** Of each value that a write has changed besides. */
const LONGEST_EFFECT = 80;
const SET_CMDLETS = ['Set-Mailbox', 'Set-CASMailbox'];
/** The cmdlet for the properties of a report; undefined for a report of Graph. */
function setCmdletOf({ corrects }) {
    return SET_CMDLETS.find((cmdlet) => cmdlet === corrects?.target);
}
/** The names of the reports whose rows show what a target is changed to. The first one shows all of it. */
function reportsOf({ inboxRule, exchange }) {
    return (0,built_in/* reportsWriting */.IL)(exchange?.cmdlet ?? (inboxRule === undefined ? 'mailboxSettings' : 'inboxRule'));
}
/** The report whose rows show all that a target is changed to. */
function reportOf(target) {
    return reportsOf(target)[0] ?? '';
}
/** The result of a change of which no write was sent. */
function unwritten(change, status, error = '') {
    return { change, status, error, isWritten: false };
}
/** The columns of `plan.csv`, and the first of `applied.csv`. */
const CHANGE_COLUMNS = [
    'MailboxName',
    'Rule',
    'Title',
    'Item',
    'Setting',
    'Before',
    'After',
    'Found',
    'Expected',
];
/** A change as the cells of a record. */
function changeCells(change) {
    const { address, rules, title = '', item, setting, before, after, found = '', expected = '' } = change;
    return [address, rules.join('; '), title, item, setting, before, after, found, expected];
}
/** A change as `storedChange` writes it. */
const isStoredChange = (0,json_shape/* objectOf */.Xy)({
    mailbox: (0,json_shape/* where */._M)(json_shape/* isText */.KH, address/* isMailboxId */.GB),
    mailboxId: (0,json_shape/* optional */.lq)((0,json_shape/* where */._M)(json_shape/* isText */.KH, src_json/* isGuid */.W_)),
    rules: (0,json_shape/* arrayOf */.jk)(json_shape/* isText */.KH),
    item: json_shape/* isText */.KH,
    // No id has only dots, which would name another resource in a URL.
    inboxRule: (0,json_shape/* optional */.lq)((0,json_shape/* where */._M)(json_shape/* isText */.KH, (id) => !/^\.*$/.test(id))),
    exchange: (0,json_shape/* optional */.lq)((0,json_shape/* objectOf */.Xy)({ cmdlet: (0,json_shape/* oneOf */.yL)(SET_CMDLETS), identity: (0,json_shape/* where */._M)(json_shape/* isText */.KH, src_json/* isGuid */.W_) })),
    setting: json_shape/* isText */.KH,
    before: json_shape/* isPresent */.Wo,
    after: json_shape/* isPresent */.Wo,
    ruleDigest: (0,json_shape/* optional */.lq)(json_shape/* isText */.KH),
});
/** The change of an object of a `plan.json` or an `undo.json`. Undefined unless it is of a setting that a policy can set. */
function changeIn(entry) {
    if (!isStoredChange(entry))
        return undefined;
    const { mailbox: address, mailboxId, rules, item, inboxRule, exchange, setting, before, after, ruleDigest } = entry;
    // An object as the value of a parameter can make a cmdlet do something else.
    const hasObject = [before, after].some((value) => typeof value === 'object' && value !== null);
    if (exchange !== undefined && (inboxRule !== undefined || hasObject))
        return undefined;
    const isOfMailbox = inboxRule === undefined && exchange === undefined;
    const isWholeZone = isOfMailbox && setting === 'workingHours.timeZone';
    const writable = (0,built_in/* writableSettings */.mK)(reportOf({ inboxRule, exchange })) ?? {};
    if (!Object.hasOwn(writable, setting) && !isWholeZone)
        return undefined;
    return { address, mailboxId, rules, item, inboxRule, exchange, setting, before, after, ruleDigest };
}
/** A change in the form that `changeIn` reads. Members that are undefined are left out of its JSON. */
function storedChange(change) {
    const { address: mailbox, mailboxId, rules, item, inboxRule, exchange, setting, before, after, ruleDigest } = change;
    return { mailbox, mailboxId, rules, item, inboxRule, exchange, setting, before, after, ruleDigest };
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
/** What a write has changed that was not planned, in words; '' if it is nothing. Hostile text until escaped. */
function sideEffects({ change, others = [] }) {
    return others.map((other) => changeText({ ...change, ...other }, LONGEST_EFFECT)).join('; ');
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
/** Of a value in a line of the log. */
const LONGEST_VALUE = 80;
/** The lines of the log about a change, and about what else its write has changed. */
function changeLines({ change, status, error, moved = [], others = [] }) {
    return [
        `${changeText(change, LONGEST_VALUE)}: ${[status, error].filter((part) => part !== '').join('. ')}`,
        ...moved.map((each) => `${changeText(each, LONGEST_VALUE)}: changed with language.locale`),
        ...others.map((each) => `${changeText({ ...change, ...each }, LONGEST_VALUE)}: changed at the same time`),
    ];
}

// EXTERNAL MODULE: ./src/http/retrying.ts
var retrying = __webpack_require__(91952);
// EXTERNAL MODULE: ./node_modules/windows-iana/dist/index.js
var dist = __webpack_require__(67376);
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
        const inner = (0,src_json/* isObject */.Gv)(patch[name]) ? patch[name] : {};
        const whole = inner[member] ?? (0,src_json/* property */.MZ)((0,src_json/* property */.MZ)(resource, name), member);
        patch[name] = { ...inner, [member]: parts.length === 0 ? after : (0,src_json/* withValueAt */.h7)(whole, parts, after) };
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
/** The properties of a resource that differ after a write although they were not set, also those that it has lost. */
function otherDifferences(changes, before, after) {
    const isOwn = (path) => changes.some(({ setting }) => `${path}.`.startsWith(`${setting}.`) || (setting === LOCALE && path.startsWith('language.')));
    return [...new Set([...leavesOf(before), ...leavesOf(after)])].flatMap((setting) => {
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

;// CONCATENATED MODULE: ./src/remediation/needed-changes.ts



/**
 * Keeps the changes that are to be written to a target as just read, and adds the results of the others.
 *
 * @param isWritten whether an earlier write of them may have had an effect
 */
function neededChanges(needed, resource, guard, now, results, isWritten) {
    const changes = needed.map(({ change }) => change);
    const skip = (change, status, error) => {
        results.set(change, { ...unwritten(change, status, error), isWritten });
    };
    const fits = guard(changes, resource);
    const isScheduleOff = isOff(resource, changes, now);
    for (const [index, one] of needed.entries()) {
        const { change } = one;
        const fit = fits[index];
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
    for (let isMore = true; isMore;) {
        isMore = false;
        for (const change of changes) {
            const mate = stale.find((each) => each.rules.some((rule) => change.rules.includes(rule)));
            if (mate === undefined || results.has(change))
                continue;
            skip(change, 'stale', `Not written: ${mate.setting}, which the same rule sets, changed since the plan`);
            stale.push(change);
            isMore = true;
        }
    }
    const remaining = needed.filter(({ change }) => !results.has(change));
    const problem = problemOf(resource, remaining.map(({ change }) => change), now);
    if (problem === undefined)
        return remaining;
    return remaining.filter(({ change }) => {
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
const BACKOFF = { first: 1_000, longest: 30_000, attempts: 7 };
const READ = { ...BACKOFF, maxWait: retrying/* MAX_WAIT */.nC };
const THROTTLED_WRITE = { ...BACKOFF, maxWait: LONGEST_WAIT };
/** Of a write that has no answer or fails with a fault of the service. The looks for it take their time. */
const UNKNOWN_WRITE = { first: 0, longest: 0, attempts: 3, maxWait: LONGEST_WAIT };
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
     * Makes changes to one target: reads and judges it, sends one request, and reads it back. A write that may have failed is
     * sent again only if the target, read again, still has the values of the plan and fits. Never rejects.
     */
    async change(changes) {
        const results = new Map();
        const [target] = changes;
        if (target === undefined)
            return [];
        const { guard, now, signal, admit } = this.#options;
        const answer = await this.#readBefore(target, changes);
        if (signal.aborted)
            return changes.map((change) => unwritten(change, 'cancelled'));
        if (answer.kind === 'failed')
            return changes.map((change) => unwritten(change, 'stale', `The mailbox could not be read: ${answer.error}`));
        let resource = answer.value;
        const all = changes.map((change) => ({ change, expected: change.before }));
        const fit = neededChanges(all, resource, guard, now(), results, false).map(({ change }) => change);
        const admitted = admit(fit);
        for (const change of fit)
            if (!admitted.includes(change))
                results.set(change, unwritten(change, 'pending'));
        for (const [number, step] of inSteps(admitted).entries()) {
            // An earlier step may have moved these values.
            const needed = step.map((change) => ({
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
        return changes.map((change) => results.get(change) ??
            (isUntried
                ? unwritten(change, stopped.status)
                : unwritten(change, 'failed', `Not written: ${stopped?.change.setting ?? 'a setting before it'} was not applied`)));
    }
    /**
     * Writes a step. Returns the target as read afterwards if all of it is there.
     *
     * @param planChanges with the changes of other steps
     */
    async #write(all, planChanges, { target, resource: before, results, }) {
        const { service, guard, now, mayWrite } = this.#options;
        const ownChanges = all.map(({ change }) => change);
        const settings = ownChanges.map(({ setting }) => setting);
        let [remaining, resource, isWritten] = [all, before, false];
        const settle = (status, error, additions = {}) => {
            for (const { change } of remaining)
                results.set(change, { change, status, error, isWritten, ...additions });
        };
        if (this.#isCancelled())
            return settle('cancelled', '');
        if (!mayWrite())
            return settle('pending', '');
        const retries = new retrying/* Retries */.fh(this.#options);
        for (;;) {
            const changes = remaining.map(({ change }) => change);
            const answer = await service.write(target, patchOf(resource, changes));
            const failure = answer.kind === 'failed' ? answer : undefined;
            const isRefused = failure?.isRefused === true;
            isWritten ||= !isRefused;
            const rule = failure?.isThrottled === true ? THROTTLED_WRITE : UNKNOWN_WRITE;
            const wait = failure?.mayPass === true ? retries.next({ rule, retryAfter: failure.retryAfter }) : undefined;
            const isLast = wait === undefined;
            if (failure !== undefined && isRefused && isLast)
                return settle('failed', notWritten(failure), { isDenied: failure.isDenied });
            const requested = failure?.retryAfter ?? 0;
            // Longer waits are not for looks, which decide then.
            await this.#closeFor(wait ?? (requested > LONGEST_WAIT ? 0 : requested));
            // A limit or a rejected token has no effect that could appear later.
            const isLate = !isRefused && (failure?.isThrottled !== true || isLast);
            const seen = await this.#look(target, settings, (value) => !isLate || remaining.every((one) => isDone(one, value)));
            if (seen.kind === 'failed') {
                const sentence = failure === undefined ? 'Written' : `It is unknown whether this was written (${failure.error})`;
                return settle('not-verified', `${sentence}, and not read back: ${seen.error}`);
            }
            remaining = remaining.filter((one) => {
                const readBack = settingIn(seen.value, one.change.setting);
                const isShown = isDone(one, seen.value);
                if (isShown)
                    results.set(one.change, { ...unwritten(one.change, 'applied'), isWritten: true, readBack });
                return !isShown;
            });
            const success = ownChanges
                .flatMap((change) => results.get(change) ?? [])
                .find(({ status }) => status === 'applied');
            if (success !== undefined) {
                const moved = ownChanges.some(isLanguage) ? movedFormats(planChanges, before, seen.value) : [];
                const differences = otherDifferences([...planChanges, ...moved], before, seen.value);
                results.set(success.change, { ...success, moved, others: differences });
            }
            if (remaining.length === 0)
                return seen.value;
            if (failure === undefined) {
                for (const { change } of remaining) {
                    const error = `Written, but the value is ${shownValue(settingIn(seen.value, change.setting))}`;
                    results.set(change, { change, status: 'not-verified', error, isWritten });
                }
                return undefined;
            }
            remaining = neededChanges(remaining, seen.value, guard, now(), results, isWritten);
            if (remaining.length === 0)
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
    #isCancelled() {
        return this.#options.signal.aborted;
    }
    /** Reads a target after the waits that the service asks for, and again if it may pass. */
    async #readBefore(target, changes) {
        const { service, now } = this.#options;
        const settings = changes.map(({ setting }) => setting);
        let answer;
        let isThrottled = false;
        return (0,retrying/* retrying */.R$)(async () => {
            if (answer !== undefined && this.#isCancelled())
                return { result: answer };
            do {
                await this.#untilOpen();
                answer = await service.read(target, settings);
            } while (answer.kind === 'ok' && now() < this.#opensAt && !this.#isCancelled());
            if (answer.kind === 'ok' || !answer.mayPass)
                return { result: answer };
            ({ isThrottled } = answer);
            return { result: answer, retry: { rule: READ, retryAfter: answer.retryAfter } };
        }, {
            ...this.#options,
            signal: undefined,
            sleep: (ms) => (isThrottled && ms <= LONGEST_WAIT ? this.#closeFor(ms) : this.#pause(ms)),
        });
    }
    /** Waits, and lets all targets of the service wait. */
    async #closeFor(ms) {
        if (ms === 0)
            return;
        const { now } = this.#options;
        this.#opensAt = Math.max(this.#opensAt, now() + ms);
        await this.#untilOpen();
    }
    async #untilOpen() {
        const { now } = this.#options;
        while (now() < this.#opensAt && !this.#isCancelled())
            await this.#pause(this.#opensAt - now());
    }
    /** Waits, until the run is cancelled at most. */
    async #pause(ms) {
        const { sleep: wait = retrying/* sleep */.yy, signal } = this.#options;
        await wait(Math.ceil(ms), signal).catch(() => undefined);
    }
    /** Reads a target after a write until the answer is enough, at most so often. Returns the last answer. */
    async #look(target, settings, isEnough) {
        const { service } = this.#options;
        let seen = await service.read(target, settings);
        for (const [index, moment] of LOOKS.entries()) {
            if (seen.kind === 'ok' && isEnough(seen.value))
                break;
            const next = LOOKS[index + 1];
            if (next === undefined)
                break;
            await this.#pause(next - moment);
            if (this.#isCancelled())
                break;
            seen = await service.read(target, settings);
        }
        return seen;
    }
}
function notWritten({ error }) {
    return `Not written: ${error}`;
}

;// CONCATENATED MODULE: ./src/remediation/change-queue.ts



/** Mailboxes that are changed at a time. Exchange Online limits the requests of a tenant that run at a time. */
const PARALLEL = { graph: 8, exchange: 4 };
/**
 * Writes the changes of a plan: several mailboxes at a time, the changes to one of them one after the other. The first mailbox
 * is changed alone, and fewer at a time after failures. Yields the results of each mailbox in the order of the plan. If the consumer stops, no further write starts.
 */
async function* writeChanges(changes, options) {
    if (changes.some(({ setting }) => setting.endsWith('Message')))
        await (0,plain_text/* loadPlainText */.q)();
    const run = new ChangeQueue(options);
    const groups = groupsOf(changes);
    const groupResults = groups.map(() => Promise.withResolvers());
    void run.dispatch(groups, groupResults);
    try {
        for (const { promise } of groupResults)
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
class ChangeQueue {
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
    async dispatch(groups, groupResults) {
        for (const [at, group] of groups.entries()) {
            while (!this.#canStart(group))
                await this.#ended.promise;
            const running = this.#run(group);
            // Errors are those of the promise that is awaited in the order of the plan.
            running.catch(() => undefined);
            groupResults[at]?.resolve(running);
        }
    }
    #canStart({ service, changes }) {
        const { graph, exchange } = this.#running;
        if (graph + exchange === 0)
            return true;
        // A mistake that concerns every mailbox shows at the first one.
        const failuresLeft = this.#options.maxFailures - this.#failures;
        const most = this.#hasSuccess
            ? this.#failures === 0
                ? PARALLEL.graph
                : Math.min(PARALLEL.graph, failuresLeft)
            : 1;
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
        const results = await this.#writers[service].change(changes);
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

// EXTERNAL MODULE: ./src/outputs/annotations.ts
var annotations = __webpack_require__(88944);
// EXTERNAL MODULE: ./src/outputs/artifact.ts
var artifact = __webpack_require__(20658);
// EXTERNAL MODULE: ./src/outputs/job-summary.ts
var job_summary = __webpack_require__(70572);
// EXTERNAL MODULE: ./src/outputs/upload.ts
var upload = __webpack_require__(14181);
// EXTERNAL MODULE: ./src/run/outputs.ts
var run_outputs = __webpack_require__(73815);
// EXTERNAL MODULE: ./src/outputs/markdown.ts
var markdown = __webpack_require__(10357);
// EXTERNAL MODULE: external "node:crypto"
var external_node_crypto_ = __webpack_require__(77598);
// EXTERNAL MODULE: ./src/reports/definition.ts
var reports_definition = __webpack_require__(54530);
// EXTERNAL MODULE: ./src/reports/row-identity.ts
var row_identity = __webpack_require__(53894);
;// CONCATENATED MODULE: ./src/remediation/planned-change.ts






/** The change that a rule requires of one setting, with the reasons for it. */
function plannedChange(target, { path: setting, value: after }, { id, title, when, expect }, { findings, judged, resource, beside, }) {
    const columns = new Set([...Object.keys(when), ...Object.keys(expect)].filter((column) => column !== reports_definition/* MAILBOX_COLUMN */.aN));
    const cells = [...columns].map((column) => writtenCell(judged, column, beside));
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
        ruleDigest: target.inboxRule === undefined ? undefined : ruleDigest(resource),
        found: [...findings, ...conditions]
            .map(({ column, found }) => `${column}: ${(0,display/* cellText */.Ie)(found) || 'blank'}`)
            .join('; '),
        expected: findings.map(({ column, expected }) => `${column}: ${expected}`).join('; '),
        cells,
    };
}
/** The digest of what an inbox rule does, without whether it is enabled. Case does not count: that of Graph's enumerations varies. */
function ruleDigest({ conditions = null, exceptions = null, actions = null }) {
    return (0,external_node_crypto_.hash)('sha256', JSON.stringify((0,row_identity/* canonical */.$N)({ conditions, exceptions, actions }, {})).toLowerCase());
}
/** A change that several rules require. Throws the UserError `SET_CONFLICT` if they set different values. */
function merged(earlier, change, { place }) {
    if (earlier === undefined)
        return change;
    const { setting, address } = change;
    if (!isSame(setting, earlier.after, change.after)) {
        const ruleIds = [...earlier.rules, ...change.rules].join('" and "');
        throw new errors/* UserError */.yo('SET_CONFLICT', `The rules "${ruleIds}" set ${setting} of ${address} to different values.`, {
            hint: 'Set the same value in both rules, or limit each to different mailboxes under "when".',
            place,
        });
    }
    const joinedText = (name) => [...new Set([earlier[name], change[name]])].join('; ');
    const newCells = change.cells.filter(({ report, column }) => !earlier.cells.some((cell) => cell.report === report && cell.column === column));
    return {
        ...earlier,
        rules: [...new Set([...earlier.rules, ...change.rules])],
        title: joinedText('title'),
        found: joinedText('found'),
        expected: joinedText('expected'),
        cells: [...earlier.cells, ...newCells],
    };
}
/** The cell that a rule about a row names, of its own report or another one. */
function writtenCell({ report, row }, written, { reports, rowsOf }) {
    const reference = (0,reports_definition/* referenceOf */.Bz)(report, written);
    if (reference === undefined)
        return cellOf(report, row, written);
    const other = reports.find(({ name }) => name === reference.report);
    const [otherRow] = rowsOf(reference.report) ?? [];
    if (other !== undefined && otherRow?.status === 'ok')
        return cellOf(other, otherRow, reference.column);
    return { ...reference, value: null, isUnknown: true };
}
/** A cell of a row as plans keep it. */
function cellOf(report, row, column) {
    const carried = report.listColumns?.get(column);
    if (carried !== undefined) {
        return { report: report.name, column, value: row.mailbox.columns?.[carried] ?? null };
    }
    const position = Object.keys(report.columns).indexOf(column);
    const cell = { report: report.name, column, value: row.cells[position] ?? null };
    return row.incomplete?.has(position) === true ? { ...cell, isUnknown: true } : cell;
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
    #judge;
    #identities;
    #readRow;
    #now;
    /** @param judge judges rows as they are now, or would be. Its counts of exemptions mean nothing */
    constructor(judge, identities, readRow, now) {
        this.#judge = judge;
        this.#identities = identities;
        this.#readRow = readRow;
        this.#now = now;
    }
    /** The row of a report that shows an object of the service, with its violations; undefined if it cannot be read as one. */
    judged(report, mailbox, resource, beside) {
        const row = this.#readRow(report, mailbox, resource);
        const verdict = row && this.#judge.judgeOf(report.name)?.([row], beside.rowsOf);
        return row && { report, row, findings: countedFindings(row, verdict?.rules) };
    }
    /**
     * Changes only the settings that violating cells need. Throws the UserError `SET_CONFLICT` if rules set different values or undo each
     * other, and `SET_REFUSED` if a rule is violated after its change too, or the service would refuse the change.
     */
    plan(target, resource, rows, beside) {
        const changes = new Map();
        const skipped = [];
        const rules = new Map();
        for (const judgedRow of rows) {
            for (const [rule, findings] of Map.groupBy(judgedRow.findings, (finding) => finding.rule)) {
                if (rule.set === undefined)
                    continue;
                const needed = this.#reasonToSkip(rule, target, resource) ?? this.#needed(rule, findings, judgedRow, resource);
                if (typeof needed === 'string') {
                    skipped.push(skippedRow(judgedRow, rule, needed));
                    continue;
                }
                const differing = needed.filter(({ path, value }) => !isSame(path, settingIn(resource, path), value));
                if (differing.length === 0)
                    skipped.push(skippedRow(judgedRow, rule, 'ineffective'));
                for (const { path, value } of differing) {
                    rules.set(rule.id, rule);
                    const change = plannedChange(target, { path, value }, rule, {
                        findings,
                        judged: judgedRow,
                        resource,
                        beside,
                    });
                    changes.set(path, merged(changes.get(path), change, rule));
                }
            }
        }
        const targetChanges = [...changes.values()];
        if (targetChanges.length > 0)
            this.#check(target, resource, { rows, planned: targetChanges, rules, beside });
        return { changes: targetChanges, skipped };
    }
    #reasonToSkip(rule, target, resource) {
        const { address, inboxRule, exchange } = target;
        if (inboxRule !== undefined && (resource.isReadOnly === true || inboxRule === ''))
            return 'read-only';
        const isShown = (rule.set ?? []).every(({ path }) => Object.hasOwn(resource, path));
        if (exchange !== undefined && (exchange.identity === '' || !isShown))
            return 'hidden';
        const isKnown = this.#identities.of(address)?.addresses !== undefined;
        return !isKnown && this.#judge.exemptions.isInForce(rule.id) ? 'addresses-unknown' : undefined;
    }
    /** The settings that the violating cells of a row need. */
    #needed(rule, findings, judgedRow, resource) {
        const settings = (rule.set ?? []).map(wholeTimeZone);
        const columns = Object.keys(rule.expect);
        const violating = new Set(findings.map(({ column }) => column));
        const corrected = new Set();
        const needed = [];
        for (const setting of settings) {
            const shownIn = setting.column === undefined ? this.#columnsOf(setting, judgedRow, resource, columns) : [setting.column];
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
        const [before, after] = [resource, changed(resource, [{ setting: path, after: value }])].map((object) => this.#readRow(report, row.mailbox, object));
        if (before === undefined || after === undefined)
            return [];
        return columns.filter((column) => !isSameCell(cellOf(report, before, column), cellOf(report, after, column)));
    }
    #check(target, resource, { rows, planned, rules, beside, }) {
        const [[, first] = []] = rules;
        const ruleIds = [...rules.keys()].join('", "');
        const problem = target.exchange === undefined ? problemOf(resource, planned, this.#now) : undefined;
        if (problem !== undefined) {
            throw new errors/* UserError */.yo('SET_REFUSED', `With the "set" of the rules "${ruleIds}", ${target.address} ${problem.text}.`, {
                hint: 'Graph refuses this. Correct "set", or leave the mailbox out under "when" or by an exemption.',
                place: first?.place,
            });
        }
        const after = changed(resource, planned);
        for (const { report, row, findings } of rows) {
            for (const { rule, column } of this.judged(report, row.mailbox, after, beside)?.findings ?? []) {
                const cell = `${column} of ${target.address}`;
                if (rules.has(rule.id)) {
                    const message = `The "set" of the rule "${rule.id}" does not satisfy it: ${cell} would still violate it.`;
                    const hint = 'Correct "set", or leave the mailbox out under "when" or by an exemption.';
                    throw new errors/* UserError */.yo('SET_REFUSED', message, { hint, place: rule.place });
                }
                // A warning that asks for another change, such as the deletion of a disabled inbox rule, is no contradiction.
                if (rule.set === undefined && rule.severity === 'warning')
                    continue;
                if (findings.some((finding) => finding.rule === rule))
                    continue;
                const message = `With the "set" of the rules "${ruleIds}", ${cell} would violate the rule "${rule.id}".`;
                const hint = 'Correct the rules so that a mailbox can satisfy all of them, or limit each to different mailboxes under "when".';
                throw new errors/* UserError */.yo('SET_CONFLICT', message, { hint, place: rule.place });
            }
        }
    }
}
function skippedRow(judgedRow, rule, reason) {
    return { address: judgedRow.row.mailbox.address, item: itemOf(judgedRow), rule: rule.id, reason };
}
/** The violations of a row that `set` corrects, as skipped for a reason. */
function rowsToChange(judgedRow, reason) {
    const rules = new Set(judgedRow.findings.map(({ rule }) => rule).filter(({ set }) => set !== undefined));
    return [...rules].map((rule) => skippedRow(judgedRow, rule, reason));
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
const plan_summary_LONGEST_VALUE = 300;
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
    const hiddenCount = groups.length - MAX_GROUPS;
    const rest = hiddenCount > 0 ? `and ${(0,numbers/* count */.U9)(hiddenCount)} more kinds of changes: see plan.csv\n\n` : '';
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
        (0,markdown/* markdownCode */.D9)(change.address),
        (0,markdown/* markdownText */.p7)(change.item, LONGEST_CELL),
        valueCells(change)[0] ?? '',
        ...[change.found, change.expected].map((text) => (0,markdown/* markdownText */.p7)(text, plan_summary_LONGEST_VALUE)),
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
        (0,markdown/* markdownText */.p7)(SKIPPED[reason], plan_summary_LONGEST_VALUE),
    ]);
    return ['### Violations that are not changed\n\n', tableLines(['Mailbox', 'Item', 'Rule', 'Why'], rows)];
}
/** The lines of a table: the first one has its head. */
function tableLines(columns, rows) {
    const lines = (0,markdown/* markdownTable */.Qj)(columns, rows)
        .trimEnd()
        .split('\n')
        .map((line) => `${line}\n`);
    const [head = '', rule = '', first = '', ...otherLines] = lines;
    return [head + rule + first, ...otherLines];
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
        for (const [index, line] of lines.entries()) {
            const size = Buffer.byteLength(before + line) + 1;
            if (size > this.#room) {
                this.#left += lines.length - index;
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
        ...plan_summary_sideEffects(changes),
    ];
}
/** Side effects of the changes, in sentences. */
function plan_summary_sideEffects(changes) {
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
    const parts = [...NOT_APPLIED, 'pending']
        .filter((status) => countOf(status) > 0)
        .map((status) => `${(0,numbers/* count */.U9)(countOf(status))} ${status}`);
    const done = `${(0,numbers/* count */.U9)(countOf('applied'))} applied, ${(0,numbers/* count */.U9)(countOf('unchanged'))} unchanged`;
    const message = `${(0,numbers/* counted */.hS)(failed, 'change was', 'changes were')} not applied: ${parts.join(', ')}; ${done}.`;
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
    return [effectsTable(results), ...[...NOT_APPLIED, 'applied'].map((status) => statusTable(results, status))];
}
/** What writes have changed that nobody planned: the first thing to look at. */
function effectsTable(results) {
    const affected = results.filter(({ others = [] }) => others.length > 0);
    if (affected.length === 0)
        return '';
    const rows = affected
        .slice(0, MAX_OF_A_STATUS)
        .map((result) => [
        (0,markdown/* markdownCode */.D9)(result.change.address),
        (0,markdown/* markdownText */.p7)(settingName(result.change), outcome_LONGEST_CELL),
        (0,markdown/* markdownText */.p7)(sideEffects(result), LONGEST_ERROR),
    ]);
    const hiddenCount = affected.length - rows.length;
    const rest = hiddenCount > 0 ? `and ${(0,numbers/* count */.U9)(hiddenCount)} more: see applied.csv\n\n` : '';
    return `### Changed without a plan\n\n${(0,markdown/* markdownTable */.Qj)(['Mailbox', 'With the change of', 'Also changed'], rows)}${rest}`;
}
function statusTable(results, status) {
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
    const hiddenCount = ofStatus.length - rows.length;
    const columns = ['Mailbox', 'Setting', 'Before', 'After', ...(hasError ? ['Error'] : [])];
    return `### ${status}\n\n${(0,markdown/* markdownTable */.Qj)(columns, rows)}${hiddenCount > 0 ? `and ${(0,numbers/* count */.U9)(hiddenCount)} more: see applied.csv\n\n` : ''}`;
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
async function deliverRemediation(run, delivery) {
    const { outputs, warnings, inputs, step, runner } = run;
    const { core } = runner;
    const uploaded = await delivery_upload(run, delivery);
    const artifact = uploaded instanceof errors/* UserError */.yo ? undefined : uploaded;
    const outcome = uploaded instanceof errors/* UserError */.yo ? outcomeAfter(run, delivery, uploaded) : delivery.outcome;
    outputs.set({ ...(artifact === undefined ? {} : (0,run_outputs/* artifactOutputs */.F)(artifact)), result: outcome.result });
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
 * written. Returns the name of the artifact; undefined at a terminal, where the disk keeps the record.
 */
async function uploadRecord(run, record, folder) {
    if (run.runner.loadArtifactClient === undefined)
        return undefined;
    if (run.inputs.artifactName === undefined)
        throw new Error('a record without a name');
    const name = `${run.inputs.artifactName}-record`;
    const artifact = await (0,upload/* uploading */.o)(run, folder, `Upload the undo record ${name}`, (uploader) => uploadWithNewName(uploader, name, [record]));
    if (artifact instanceof errors/* UserError */.yo) {
        const message = `Nothing was changed, because the undo record could not be kept. ${artifact.message}`;
        const hint = artifact.code === 'ARTIFACT_FAILED'
            ? 'Run the job again. If it fails again, check https://www.githubstatus.com .'
            : 'Changes are only made where GitHub keeps artifacts: in a job on github.com or ghe.com. Elsewhere, use the terminal program, which keeps undo.json on disk.';
        throw new errors/* UserError */.yo(artifact.code, message, { hint, cause: artifact });
    }
    if (artifact !== undefined)
        run.runner.core.info((0,log/* logText */.kc)(`The undo record is the artifact ${artifact.name}.`));
    return artifact?.name;
}
/** Undefined if nothing is uploaded. */
async function delivery_upload(run, { folder, files }) {
    const { inputs, step, runner, warnings } = run;
    const { artifactName: name } = inputs;
    if (name === undefined || runner.loadArtifactClient === undefined)
        return undefined;
    const unsupported = (0,artifact/* uploadWarning */._I)(step, name);
    if (unsupported !== undefined) {
        warnings.add(unsupported);
        return undefined;
    }
    return (0,upload/* uploading */.o)(run, folder, `Upload the artifact ${name}`, (uploader) => uploadWithNewName(uploader, name, files));
}
/** A failed upload is an error only if the changes themselves are not: the files stay on the runner. */
function outcomeAfter({ warnings }, { outcome, folder, record }, error) {
    const hint = `The files are in ${folder} on this runner. To keep them, upload "output-directory" in the next step, with "if: always()". ` +
        `The artifact ${record} has the undo record of the plan.`;
    const reason = record === undefined ? error : new errors/* UserError */.yo(error.code, error.message, { hint, cause: error });
    if (outcome.reason === undefined)
        return { result: record === undefined ? 'error' : 'partial', reason };
    warnings.add(`${reason.message} ${reason.hint}`);
    return outcome;
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

// EXTERNAL MODULE: external "node:fs"
var external_node_fs_ = __webpack_require__(73024);
// EXTERNAL MODULE: ./src/files/workspace.ts
var files_workspace = __webpack_require__(79622);
// EXTERNAL MODULE: ./src/files/temp-folder.ts
var temp_folder = __webpack_require__(82766);
// EXTERNAL MODULE: ./src/version.ts
var version = __webpack_require__(311);
;// CONCATENATED MODULE: ./src/remediation/undo-file.ts











const FORMAT = 'mailbox-report-undo';
const FORMAT_VERSION = 1;
/** Bytes. 100,000 changes have some 40 MB. */
const MAX_BYTES = 256 * 1024 * 1024;
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
        this.#header = { format: FORMAT, version: FORMAT_VERSION, productVersion: version/* VERSION */.xv, ...header };
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
        throw (0,temp_folder/* outputError */.cw)(file, error);
    }
}
const isUndoRecord = (0,json_shape/* objectOf */.Xy)({
    format: (0,json_shape/* oneOf */.yL)([FORMAT]),
    version: (0,json_shape/* oneOf */.yL)([FORMAT_VERSION]),
    tenant: json_shape/* isText */.KH,
    cloud: json_shape/* isText */.KH,
    changes: (0,json_shape/* arrayOf */.jk)(json_shape/* isPresent */.Wo),
});
/**
 * Reads an `undo.json`. Rejects with the UserError `UNDO_FILE` if it is none, or if no apply could have written it: with a setting or value
 * that no policy sets, or with addresses and GUIDs that disagree.
 */
async function readUndoFile(file, workspace) {
    const { bytes, relativePath } = await (0,files_workspace/* readWorkspaceFile */.sL)(file, workspace, {
        code: 'UNDO_FILE',
        noun: 'undo file',
        input: 'undo-file',
        extensions: ['json'],
        maxBytes: MAX_BYTES,
    });
    const refused = (what) => new errors/* UserError */.yo('UNDO_FILE', `${relativePath} ${what}.`, {
        hint: 'Download the artifact of the run that applied the changes, and set "undo-file" to the undo.json in it, unchanged.',
        place: { file: relativePath },
    });
    const json = (0,src_json/* jsonOrUndefined */._D)(new TextDecoder().decode(bytes));
    if (!isUndoRecord(json))
        throw refused('is not the undo.json of a run of this version');
    const { tenant, cloud } = json;
    const changes = json.changes.map(undoneChange);
    const wrong = changes.indexOf(undefined);
    if (wrong >= 0)
        throw refused(`has a change, number ${wrong + 1}, that no apply makes`);
    const entries = changes.filter((change) => change !== undefined);
    const disagreeing = disagreement(entries);
    if (disagreeing !== undefined)
        throw refused(`names the mailbox ${disagreeing} with several GUIDs, or its GUID with several addresses`);
    return { tenant, cloud, digest: (0,external_node_crypto_.hash)('sha256', bytes), changes: entries.reverse() };
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
    const types = (0,built_in/* writableSettings */.mK)(reportOf(change)) ?? {};
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
    const earlierValues = new Map();
    const disagrees = (key, value) => {
        const earlier = earlierValues.get(key) ?? value;
        earlierValues.set(key, value);
        return earlier !== value;
    };
    return changes.find((change) => {
        const address = change.address.toLowerCase();
        const ids = { account: change.mailboxId?.toLowerCase(), mailbox: change.exchange?.identity.toLowerCase() };
        return Object.entries(ids).some(([kind, id]) => id !== undefined && (disagrees(`${kind} ${id}`, address) || disagrees(`${kind} of ${address}`, id)));
    })?.address;
}

;// CONCATENATED MODULE: ./src/remediation/apply.ts











/**
 * Applies a plan. The undo record is on the disk and uploaded before the first write. Rejects with a UserError if that is not possible: nothing was
 * changed then. A file that cannot be written later ends the run after the writes under way.
 */
async function applyPlan(run, plan, folder, service, guard, onDone) {
    const { inputs, outputs, warnings, step, runner } = run;
    const { core, signal, now, random, sleep } = runner;
    const { changes } = plan;
    const { repository, runId: id, attempt, runUrl: url = '' } = step;
    const { tenant, cloud, digest } = plan;
    const record = new UndoRecord(folder, { tenant, cloud, repository, run: { id, attempt, url }, plan: digest }, changes);
    const columns = [...CHANGE_COLUMNS, 'Status', 'Error'];
    const csv = new csv_file/* CsvFile */.fL(external_node_path_default().join(folder, 'applied.csv'), columns, inputs.csv);
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
        uploaded = await uploadRecord(run, record.path, folder);
        const { limit, maxFailures } = inputs;
        const isStopped = () => unwritable !== undefined;
        const queue = { service, guard, signal, now, random, sleep, limit, maxFailures, isStopped };
        await (0,log/* logGroup */.QT)(core, inputs.mode === 'undo' ? 'Undo the changes' : 'Apply the changes', async () => {
            for await (const done of writeChanges(changes, queue)) {
                results.push(...done);
                for (const line of done.flatMap(changeLines))
                    core.info((0,log/* logText */.kc)(line));
                onDone(done);
                await orStop(() => record.add(done));
                await orStop(async () => {
                    await csv.write(done.map((result) => [...changeCells(result.change), result.status, errorText(result)]));
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
    const affected = results.filter(({ others = [] }) => others.length > 0).length;
    if (affected > 0) {
        warnings.add(`${(0,numbers/* counted */.hS)(affected, 'change', 'changes')} also changed something that the plan does not have. The summary and applied.csv name it.`);
    }
    const deniedChange = results.find(({ isDenied }) => isDenied === true);
    const outcome = appliedOutcome(countOf, unwritable ?? (deniedChange && deniedError(deniedChange, inputs)));
    return { outcome, results, files: [csv.path, record.path], record: uploaded };
}
function deniedError({ change, error }, { clientId }) {
    const cmdlet = change.exchange?.cmdlet ?? 'Set-Mailbox';
    const message = `Exchange Online does not let the application run ${cmdlet}. ${error}`;
    return new errors/* UserError */.yo('WRITE_DENIED', message, (0,cmdlets/* grantSteps */._q)(cmdlet, clientId));
}
/** Why a change was not applied, and the side effects of its write. */
function errorText(result) {
    const effects = sideEffects(result);
    return [result.error, effects === '' ? '' : `Also changed: ${effects}`].filter((text) => text !== '').join('. ');
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
        return changes.map((change, index) => {
            const fit = values[index] ?? stale('It was not read');
            return fit.status === 'fits' ? fitOfRow(change, rows, plan, options.besideOf(change.address)) : fit;
        });
    };
}
/** How an error ends that says that the address of a change names another mailbox than its ids. */
const OTHER_MAILBOX = 'is another mailbox than that of the plan';
/**
 * The guard of an undo, which no policy judges: a change fits while its setting has the value of the plan, or what the service
 * made of it. The record of a run that was killed does not have what was read back. An inbox rule must do what it did before the
 * change: without its conditions, it would do it to every message.
 */
function undoGuard(identities) {
    const hasValues = valueGuard(identities, shows);
    return (changes, resource) => hasValues(changes, resource).map((fit, index) => {
        const digestOfPlan = changes[index]?.ruleDigest;
        if (fit.status !== 'fits' || digestOfPlan === undefined || digestOfPlan === ruleDigest(resource))
            return fit;
        return stale('The conditions, exceptions or actions of the rule are not those that it had');
    });
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
    ].filter(([idOfPlan]) => idOfPlan !== undefined);
    if (ids.every(([idOfPlan, idNow]) => idOfPlan?.toLowerCase() === idNow?.toLowerCase()))
        return undefined;
    const isKnown = ids.every(([, idNow]) => idNow !== undefined);
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
function judgedRows(change, resource, { planner, reports, mailboxOf, besideOf }) {
    const names = reportsOf(change);
    return reports
        .filter(({ name }) => names.includes(name))
        .flatMap((report) => planner.judged(report, mailboxOf(change.address), resource, besideOf(change.address)) ?? []);
}
function planAgain({ address, mailboxId, inboxRule, exchange }, resource, rows, { planner, besideOf }) {
    try {
        return planner.plan({ address, mailboxId, inboxRule, exchange }, resource, rows, besideOf(address));
    }
    catch (error) {
        if (error instanceof errors/* UserError */.yo)
            return error;
        throw error;
    }
}
function fitOfRow(change, rows, plan, { reports, rowsOf }) {
    for (const cell of change.cells) {
        const own = rows.find(({ report }) => report.name === cell.report);
        const report = own?.report ?? reports.find(({ name }) => name === cell.report);
        const row = own?.row ?? rowsOf(cell.report)?.[0];
        const now = report && row?.status === 'ok' ? cellOf(report, row, cell.column) : undefined;
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
    const addresses = new Set(list.mailboxes.map(({ address }) => address.toLowerCase()));
    const targets = new Set();
    for (const change of changes) {
        const { address, setting, after, inboxRule, exchange } = change;
        const reports = reportsOf(change);
        const isRequired = change.rules.every((id) => {
            const { report, set = [] } = rules.get(id) ?? {};
            const isReport = report !== undefined && reports.includes(report);
            return (isReport && set.map(wholeTimeZone).some(({ path, value }) => path === setting && isSame(setting, value, after)));
        });
        const key = JSON.stringify([address.toLowerCase(), inboxRule, exchange?.cmdlet, setting]);
        const isRepeated = targets.has(key);
        targets.add(key);
        if (change.rules.length > 0 && isRequired && addresses.has(address.toLowerCase()) && !isRepeated)
            continue;
        const message = `The plan changes ${setting} of ${address}, which the policy does not require. Nothing was changed.`;
        const hint = 'The plan was edited. Make a new plan, review it and approve it.';
        throw new errors/* UserError */.yo('PLAN_FILE', message, { hint });
    }
}

// EXTERNAL MODULE: ./src/mailboxes/internal-domains.ts
var internal_domains = __webpack_require__(18207);
// EXTERNAL MODULE: ./src/mailboxes/mailbox.ts
var mailbox = __webpack_require__(6404);
// EXTERNAL MODULE: ./src/policy/load.ts
var load = __webpack_require__(58164);
// EXTERNAL MODULE: ./src/reports/choose.ts
var choose = __webpack_require__(4274);
// EXTERNAL MODULE: ./src/run/input-readers.ts
var input_readers = __webpack_require__(26464);
// EXTERNAL MODULE: ./src/run/read-inputs.ts
var read_inputs = __webpack_require__(66339);
// EXTERNAL MODULE: ./src/source/source.ts + 5 modules
var source_source = __webpack_require__(548);
// EXTERNAL MODULE: ./src/policy/policy-definition.ts
var policy_definition = __webpack_require__(23338);
;// CONCATENATED MODULE: ./src/remediation/corrected-rule.ts


/**
 * The policy with each rule that changes another report as a rule of that report, whose rows are then those that are changed:
 * `accounts` that expects `mailbox-properties.Hidden` becomes `mailbox-properties` that expects `Hidden`, and names columns of
 * `accounts`. Both have one row a mailbox, so that the same mailboxes violate it. The baseline names the columns as the policy does.
 */
function withCorrectedReports(policy, baseline, available) {
    const moved = new Map();
    const rules = policy.rules.map((rule) => {
        const own = available.get(rule.report);
        const target = rule.set && own && (0,policy_definition/* correctedReport */.m)(own, Object.keys(rule.expect));
        if (own === undefined || target === undefined || target === own.name)
            return rule;
        moved.set(rule.id, target);
        return movedRule(rule, own, target);
    });
    const entries = baseline?.entries.map((entry) => {
        const target = moved.get(entry.rule);
        return target === undefined ? entry : { ...entry, column: entry.column.replace(`${target}.`, '') };
    });
    return { policy: { ...policy, rules }, baseline: baseline && entries && { ...baseline, entries } };
}
function movedRule(rule, own, target) {
    const renamed = (written) => {
        const reference = (0,reports_definition/* referenceOf */.Bz)(own, written);
        if (reference?.report === target)
            return reference.column;
        const isOfAll = written === reports_definition/* MAILBOX_COLUMN */.aN || own.listColumns?.has(written) === true;
        return reference !== undefined || isOfAll ? written : `${own.name}.${written}`;
    };
    const columns = (schemas) => Object.fromEntries(Object.entries(schemas).map(([column, schema]) => [renamed(column), schema]));
    return {
        ...rule,
        report: target,
        when: columns(rule.when),
        expect: columns(rule.expect),
        message: undefined,
        set: rule.set?.map((setting) => setting.column === undefined ? setting : { ...setting, column: renamed(setting.column) }),
    };
}

// EXTERNAL MODULE: external "node:fs/promises"
var promises_ = __webpack_require__(51455);
// EXTERNAL MODULE: ./src/store/rows-file.ts
var rows_file = __webpack_require__(35923);
;// CONCATENATED MODULE: ./src/remediation/plan-file.ts













/** The name of the file. */
const PLAN_JSON = 'plan.json';
const plan_file_FORMAT = 'mailbox-report-plan';
const plan_file_FORMAT_VERSION = 1;
/** Bytes. 100,000 changes have some 80 MB. */
const plan_file_MAX_BYTES = 256 * 1024 * 1024;
const DAYS_VALID = 7;
/**
 * The digests of what a plan of a policy is made of. The order of the list does not count.
 *
 * @param all whether the list has the mailboxes of the changes of a plan of the whole tenant
 */
function policyDigests(list, policy, baseline, all = false) {
    const mailboxes = list.mailboxes.map(({ address, columns = [] }) => JSON.stringify([address.toLowerCase(), columns]));
    return {
        list: (0,rows_file/* digestOf */.ol)([list.columns, mailboxes.sort(), ...(all ? ['all'] : [])]),
        policy: (0,rows_file/* policyDigest */.p1)(policy),
        baseline: baseline && (0,rows_file/* digestOf */.ol)(baseline.entries, (key, value) => (key === 'line' ? undefined : value)),
    };
}
/** Writes `plan.json` into a folder, with the workflow run that makes it. Rejects with the UserError `OUTPUT_UNWRITABLE`. Returns the plan with its digest. */
async function writePlanFile(folder, { kind, tenant, cloud, digests, counts, internalDomains, changes }, step, now) {
    const { repository, commit, runId: id, attempt, runUrl: url = '' } = step;
    const created = Math.trunc(now);
    const expires = created + DAYS_VALID * numbers/* DAY_MS */.sO;
    const plan = { kind, tenant, cloud, digests, counts, internalDomains };
    const header = {
        format: plan_file_FORMAT,
        version: plan_file_FORMAT_VERSION,
        productVersion: version/* VERSION */.xv,
        ...plan,
        repository,
        commit,
        run: { id, attempt, url },
        created: new Date(created).toISOString(),
        expires: new Date(expires).toISOString(),
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
        throw (0,temp_folder/* outputError */.cw)(file, error);
    }
    return { ...plan, changes, expires, digest: (0,external_node_crypto_.hash)('sha256', text) };
}
/** Writes `plan.csv` and returns its path. Rejects with the UserError `OUTPUT_UNWRITABLE`. */
async function writePlanCsv(folder, changes, csv) {
    const file = new csv_file/* CsvFile */.fL(external_node_path_default().join(folder, 'plan.csv'), CHANGE_COLUMNS, csv);
    try {
        await file.write(changes.map(changeCells));
    }
    finally {
        await file.close();
    }
    return file.path;
}
/**
 * Reads the plan of the input `plan-file`. Rejects with the UserError `PLAN_FILE` for a file that cannot be read or is no plan of the kind, and with
 * `PLAN_CHANGED` if it is not the approved one.
 *
 * @param approved the digest that was approved
 */
async function readPlanFile(file, workspace, { kind, approved }) {
    const { bytes, relativePath } = await (0,files_workspace/* readWorkspaceFile */.sL)(file, workspace, {
        code: 'PLAN_FILE',
        noun: 'plan',
        input: 'plan-file',
        extensions: ['json'],
        maxBytes: plan_file_MAX_BYTES,
    });
    const digest = (0,external_node_crypto_.hash)('sha256', bytes);
    if (digest !== approved) {
        const message = `${relativePath} is not the approved plan: its digest is ${digest}. Nothing was changed.`;
        const hint = 'Set "plan-file" to the plan.json of the run that gave "plan-digest", unchanged. If it is another plan, review and approve that one.';
        throw new errors/* UserError */.yo('PLAN_CHANGED', message, { hint, place: { file: relativePath } });
    }
    const json = (0,src_json/* jsonOrUndefined */._D)(new TextDecoder().decode(bytes));
    const place = { file: relativePath };
    if ((0,src_json/* property */.MZ)(json, 'format') !== plan_file_FORMAT) {
        const hint = 'Download the artifact of the run that made the plan, and set "plan-file" to the plan.json in it, unchanged.';
        throw new errors/* UserError */.yo('PLAN_FILE', `${relativePath} is not the plan.json of a run.`, { hint, place });
    }
    if ((0,src_json/* property */.MZ)(json, 'version') !== plan_file_FORMAT_VERSION) {
        const hint = 'Make a new plan with the version of this action that applies it.';
        throw new errors/* UserError */.yo('PLAN_FILE', `${relativePath} is of another version of the format than ${plan_file_FORMAT_VERSION}.`, {
            hint,
            place,
        });
    }
    const plan = planIn(json);
    if (plan === undefined) {
        throw new errors/* UserError */.yo('PLAN_FILE', `${relativePath} has changes or members that no plan has.`, {
            hint: NEW_PLAN,
            place,
        });
    }
    if (plan.kind !== kind) {
        const [is, mode] = plan.kind === 'undo' ? ['of an undo', 'undo'] : ['no plan of an undo', 'apply'];
        throw new errors/* UserError */.yo('PLAN_FILE', `${relativePath} is ${is}.`, {
            hint: `Set "mode" to "${mode}", or name another plan.`,
            place,
        });
    }
    return { ...plan, digest };
}
const NEW_PLAN = 'Make a new plan, review it and approve it.';
const isStoredPlan = (0,json_shape/* objectOf */.Xy)({
    kind: (0,json_shape/* oneOf */.yL)(['policy', 'undo']),
    tenant: json_shape/* isText */.KH,
    cloud: json_shape/* isText */.KH,
    digests: (0,json_shape/* objectOf */.Xy)({
        list: (0,json_shape/* optional */.lq)(json_shape/* isText */.KH),
        policy: (0,json_shape/* optional */.lq)(json_shape/* isText */.KH),
        baseline: (0,json_shape/* optional */.lq)(json_shape/* isText */.KH),
        undo: (0,json_shape/* optional */.lq)(json_shape/* isText */.KH),
    }),
    counts: (0,json_shape/* objectOf */.Xy)({ mailboxes: json_shape/* isWhole */.wP, unread: json_shape/* isWhole */.wP, skipped: json_shape/* isWhole */.wP }),
    internalDomains: (0,json_shape/* optional */.lq)((0,json_shape/* arrayOf */.jk)(json_shape/* isText */.KH)),
    expires: json_shape/* isTime */.K8,
    changes: (0,json_shape/* arrayOf */.jk)(json_shape/* isPresent */.Wo),
});
/** What a change has in a plan alone. */
const hasReasons = (0,json_shape/* objectOf */.Xy)({
    title: json_shape/* isText */.KH,
    found: json_shape/* isText */.KH,
    expected: json_shape/* isText */.KH,
    cells: (0,json_shape/* arrayOf */.jk)((0,json_shape/* objectOf */.Xy)({ report: json_shape/* isText */.KH, column: json_shape/* isText */.KH, value: json_shape/* isPresent */.Wo, isUnknown: (0,json_shape/* optional */.lq)(json_shape/* isTruth */.Us) })),
});
function planIn(json) {
    if (!isStoredPlan(json))
        return undefined;
    const { kind, tenant, cloud, digests, counts, internalDomains } = json;
    const changes = json.changes.map(plannedChangeIn);
    if (!changes.every((change) => change !== undefined))
        return undefined;
    return { kind, tenant, cloud, digests, counts, internalDomains, expires: Date.parse(json.expires), changes };
}
function plannedChangeIn(entry) {
    const change = changeIn(entry);
    if (change === undefined || !hasReasons(entry))
        return undefined;
    const { title, found, expected, cells } = entry;
    return { ...change, title, found, expected, cells };
}
const MADE_OF = { list: 'mailbox list', policy: 'policy', baseline: 'baseline', undo: 'undo file' };
/** Throws the UserError `PLAN_CHANGED` for the plan of another tenant, cloud, policy, list, baseline or undo file, and `PLAN_EXPIRED`. */
function requireFitting(plan, tenant, cloud, digests, now) {
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

;// CONCATENATED MODULE: ./src/remediation/remediation-inputs.ts














/** Of a plan that is no undo. */
const USUAL_MAX_CHANGES = 50;
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
        const ofFile = { ...inputs, mailboxes: { all: false, lists: [] } };
        return { inputs: ofFile, plan, basis: { kind: 'undo', undo }, list, all: false, reports };
    }
    const definitions = await (0,choose/* chooseReports */.jK)(inputs.report, workspace);
    const lists = await (0,source_source/* readLists */.qZ)(inputs, workspace);
    const { all } = inputs.mailboxes;
    const list = all && plan !== undefined ? mailboxesOf(plan.changes, lists, inputs.planFile) : lists;
    const { policy } = await (0,load/* choosePolicy */.KV)(inputs.policy, workspace, definitions, list.columns);
    if (policy === undefined)
        throw new Error('the input "policy" is required');
    const baseline = await (0,load/* chooseBaseline */.hf)(inputs.baseline, workspace, policy);
    const available = new Map([...built_in/* builtInReports */.vc.values(), ...definitions].map((one) => [one.name, (0,reports_definition/* withListColumns */.yk)(one, list.columns)]));
    const corrected = withCorrectedReports(policy, baseline, available);
    const reports = reportsToRead(corrected.policy, available, list.columns);
    const basis = { kind: 'policy', ...corrected };
    return { inputs: all && plan !== undefined ? ofPlan(inputs, plan) : inputs, plan, basis, list, all, reports };
}
/** An approved plan of the whole tenant is about its own mailboxes: those that were made since are neither looked for nor changed. */
function ofPlan(inputs, { internalDomains: names }) {
    const internalDomains = inputs.internalDomains ?? (names === undefined ? undefined : new internal_domains/* InternalDomains */.vB(names));
    return { ...inputs, mailboxes: { ...inputs.mailboxes, all: false }, internalDomains };
}
/** The mailboxes that changes are about, as lists have them. `file`: of those that no list has. */
function mailboxesOf(changes, lists, file = '') {
    const listed = new Map(lists.mailboxes.map((mailbox) => [mailbox.address.toLowerCase(), mailbox]));
    const addresses = new Map(changes.map(({ address }) => [address.toLowerCase(), address]));
    const mailboxes = [...addresses].map(([key, address]) => listed.get(key) ?? { address, file, line: 1 });
    return (0,mailbox/* mailboxList */.h7)(mailboxes, [...lists.files, file], lists.columns);
}
/** An undo requires neither a list nor a policy. */
function readRemediateInputs(env) {
    const values = (0,read_inputs/* readInputs */.Ko)(env, 'remediate');
    const { mode, planFile, planDigest: digest, undoFile, maxChanges } = values;
    const isUndo = mode === 'undo' || (mode === 'plan' && undoFile !== undefined);
    const inputs = { ...(0,read_inputs/* readReportInputs */.gM)(env, !isUndo), ...values };
    if (!isUndo)
        (0,input_readers/* required */.mw)('policy', inputs.policy);
    return {
        ...inputs,
        planFile: mode === 'plan' ? undefined : (0,input_readers/* required */.mw)('plan-file', planFile),
        planDigest: mode === 'plan' ? undefined : planDigest(digest),
        undoFile: isUndo ? (0,input_readers/* required */.mw)('undo-file', undoFile) : undefined,
        maxChanges: maxChanges ?? (isUndo ? undefined : USUAL_MAX_CHANGES),
    };
}
function planDigest(value) {
    const digest = (0,input_readers/* required */.mw)('plan-digest', value).toLowerCase();
    if (/^[0-9a-f]{64}$/.test(digest))
        return digest;
    throw (0,input_readers/* invalid */.Gq)('plan-digest', digest, 'Use the output "plan-digest" of the run that made the plan, 64 hex digits.');
}
/** The reports whose rules set something, and those that these rules name. The settings of a mailbox are read whenever they may be set. */
function reportsToRead(policy, available, listColumns) {
    const rules = policy.rules.filter(({ set }) => set !== undefined);
    if (rules.length === 0) {
        throw new errors/* UserError */.yo('POLICY_FILE', `No rule of ${policy.file} has "set", so there is nothing to change.`, {
            hint: 'Add "set" to the rules whose violations this action corrects.',
            place: { file: policy.file },
        });
    }
    const changed = new Set(rules.map(({ report }) => report));
    for (const name of [...changed]) {
        const target = built_in/* builtInReports */.vc.get(name)?.corrects?.target;
        const [whole] = target === undefined ? [] : (0,built_in/* reportsWriting */.IL)(target);
        if (whole !== undefined)
            changed.add(whole);
    }
    const toChange = reportsNamed(changed).map((report) => (0,reports_definition/* withListColumns */.yk)(report, listColumns));
    const others = [...(0,load/* reportsOfPolicy */.r8)({ ...policy, rules }, available)].flatMap((name) => changed.has(name) ? [] : (available.get(name) ?? []));
    return (0,reports_definition/* madeFirst */.Sb)([...toChange, ...others]);
}
/**
 * Rows keep the object of the service. Reports of Exchange Online also read the id by which a mailbox is changed, and whether
 * the properties of a synchronized one are managed in the cloud.
 */
function reportsNamed(names) {
    return [...built_in/* builtInReports */.vc.values()]
        .filter(({ name }) => names.has(name))
        .map((report) => {
        if (!(0,reports_definition/* isExchangeReport */.Uq)(report))
            return { ...report, keepsObject: true };
        const managed = report.corrects?.target === 'Set-Mailbox' ? ['IsExchangeCloudManaged'] : [];
        const select = [...report.request.select, 'Guid', ...managed];
        return { ...report, keepsObject: true, request: { ...report.request, select } };
    });
}

// EXTERNAL MODULE: ./src/auth/app-roles.ts
var app_roles = __webpack_require__(62045);
// EXTERNAL MODULE: ./src/source/exchange-source.ts + 7 modules
var exchange_source = __webpack_require__(68747);
;// CONCATENATED MODULE: ./src/remediation/permission.ts






const WRITING = 'MailboxSettings.ReadWrite';
/**
 * Rejects with the UserError `WRITE_DENIED` if the application may not change what the run is about, as far as the tokens
 * say so, and warns if Exchange Online seems to say so.
 */
async function requireWritePermission(run) {
    const { exchangeTokens } = run.signedIn;
    if (run.reports.some(reports_definition/* isGraphReport */.xg))
        await requireGraphPermission(run);
    if (exchangeTokens !== undefined)
        await requireCmdlets(run, exchangeTokens);
}
/** Only warns if the token has no app role: RBAC for Applications in Exchange Online grants permissions that no token contains. */
async function requireGraphPermission({ inputs, signedIn, warnings }) {
    const { roles } = await signedIn.tokens.get();
    if (roles === undefined || (0,app_roles/* covers */.hU)(roles, WRITING))
        return;
    const hint = `The application that writes needs ${WRITING}. ${(0,app_roles/* grantText */.un)(inputs, inputs.credential.kind === 'managed-identity')}`;
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
async function requireCmdlets({ inputs, runner, reports, warnings }, tokens) {
    const needed = reports.flatMap((report) => setCmdletOf(report) ?? []);
    const [first] = needed;
    if (first === undefined)
        return;
    const { roles } = await tokens.get();
    if (roles !== undefined && !roles.includes(cmdlets/* APP_ROLE */.py)) {
        const message = `The token for Exchange Online has no ${cmdlets/* APP_ROLE */.py}.`;
        throw new errors/* UserError */.yo('WRITE_DENIED', message, (0,cmdlets/* grantSteps */._q)(first, inputs.clientId));
    }
    const allowed = await new exchange_source/* Exchange */.k5({ ...runner, inputs, tokens }).client.allowedCmdlets().catch((error) => {
        if (error instanceof errors/* UserError */.yo || runner.signal.aborted)
            throw error;
        // An interface without documentation must not stop a run: a write that is refused says so.
        return undefined;
    });
    const absentCmdlet = needed.find((cmdlet) => allowed?.has(cmdlet.toLowerCase()) === false);
    if (absentCmdlet === undefined)
        return;
    const hint = (0,cmdlets/* grantHint */._s)(absentCmdlet, inputs.clientId);
    warnings.add(`Exchange Online does not list ${absentCmdlet} among the cmdlets of the application. ${hint}`);
}

// EXTERNAL MODULE: ./src/outputs/progress.ts
var outputs_progress = __webpack_require__(14951);
// EXTERNAL MODULE: ./src/policy/judge.ts + 1 modules
var policy_judge = __webpack_require__(85902);
// EXTERNAL MODULE: ./src/exchange/matched-objects.ts
var matched_objects = __webpack_require__(65152);
// EXTERNAL MODULE: ./src/reports/queries.ts + 1 modules
var queries = __webpack_require__(75851);
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
    /** The names that are known: addresses, with that of the list, and IDs. */
    namesOf = (address) => {
        const { addresses = [], id, guid } = this.of(address) ?? {};
        return [
            ...new Set([
                address.toLowerCase(),
                ...addresses,
                ...(id === undefined ? [] : [id]),
                ...(guid === undefined ? [] : [guid]),
            ]),
        ];
    };
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
    const texts = ['userPrincipalName', 'mail', 'UserPrincipalName', 'PrimarySmtpAddress'].map((name) => object[name]);
    const list = object.proxyAddresses ?? object.EmailAddresses;
    const addresses = [...texts, ...(0,matched_objects/* smtpAddresses */.jI)(list)].flatMap((text) => (typeof text === 'string' ? text : []));
    return {
        id: [id, objectId, address].find(src_json/* isGuid */.W_)?.toLowerCase(),
        guid: (0,src_json/* isGuid */.W_)(guid) ? guid.toLowerCase() : undefined,
        // A list that is left out may have an address that is exempt.
        addresses: Array.isArray(list) ? [...new Set(addresses.map((text) => text.toLowerCase()))] : undefined,
    };
}

// EXTERNAL MODULE: ./src/run/mailbox-result.ts
var mailbox_result = __webpack_require__(70611);
;// CONCATENATED MODULE: ./src/remediation/plan.ts





/**
 * Collects what the rules of a policy change, as mailboxes pass. Only violations that fail or warn are changed: never an
 * exempt, known or inconclusive one, and nothing in a mailbox of which a report could not be read.
 */
class PlanCollector {
    #planner;
    #identities;
    #changes = [];
    /** Ids of the mailboxes so far. */
    #seen = new Set();
    skipped = [];
    /** Mailboxes of the plan whose properties on-premises may synchronize. */
    synchronized = 0;
    constructor(planner, identities) {
        this.#planner = planner;
        this.#identities = identities;
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
        const beside = otherRows(result.reports);
        const isRepeated = this.#isRepeated(result.mailbox.address);
        for (const { target, resource, rows } of targetsOf(result)) {
            if (isRepeated) {
                this.skipped.push(...rows.flatMap((row) => rowsToChange(row, 'same-mailbox')));
                continue;
            }
            const { changes, skipped } = this.#planner.plan(this.#identified(target), resource, rows, beside);
            this.#changes.push(...changes);
            this.skipped.push(...skipped);
            const isCloudManaged = resource.IsDirSynced !== true || resource.IsExchangeCloudManaged === true;
            if (changes.length > 0 && target.exchange?.cmdlet === 'Set-Mailbox' && !isCloudManaged)
                this.synchronized += 1;
        }
    }
    #identified(target) {
        return { ...target, mailboxId: this.#identities.of(target.address)?.id };
    }
    /** Whether another address of the list names the same mailbox. */
    #isRepeated(address) {
        const { id, guid } = this.#identities.of(address) ?? {};
        const ids = [id, guid].filter((value) => value !== undefined);
        const isRepeated = ids.some((value) => this.#seen.has(value));
        for (const value of ids)
            this.#seen.add(value);
        return isRepeated;
    }
}
/** The rows of a mailbox by report. */
function otherRows(results) {
    return { reports: results.map(({ definition }) => definition), rowsOf: (0,mailbox_result/* rowsByReport */.BH)(results) };
}
function targetsOf(result) {
    const targets = new Map();
    for (const report of result.reports) {
        for (const row of report.rows) {
            const resource = resourceOf(row, report, result);
            if (resource === undefined)
                continue;
            const target = targetOf(row, report, resource);
            const group = targets.get(targetKey(target)) ?? { target, resource, rows: [] };
            targets.set(targetKey(target), group);
            const findings = countedFindings(row, report.verdict?.rules);
            group.rows.push({ report: report.definition, row, findings });
        }
    }
    return targets.values();
}
/** Where the changes of a row are written. Ids that the service does not show are ''. */
function targetOf({ mailbox: { address } }, { definition }, { Guid: guid, id }) {
    const cmdlet = setCmdletOf(definition);
    if (cmdlet !== undefined) {
        return { address, inboxRule: undefined, exchange: { cmdlet, identity: (0,src_json/* isGuid */.W_)(guid) ? guid : '' } };
    }
    return {
        address,
        inboxRule: definition.corrects?.target === 'inboxRule' ? (typeof id === 'string' ? id : '') : undefined,
    };
}
/** What `set` is a part of: the inbox rule of the row, the object of Exchange Online, or the settings of the mailbox. */
function resourceOf(row, { definition }, { reports }) {
    if (definition.corrects === undefined)
        return undefined;
    const isSettings = definition.corrects.target === 'mailboxSettings';
    const [whole] = (0,built_in/* reportsWriting */.IL)('mailboxSettings');
    const settings = reports.find((report) => report.definition.name === whole);
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
                const page = pageOf(report, resource);
                if (page !== undefined)
                    collector?.onPage(page, false);
                return collector?.result() ?? [];
            });
        }
        else {
            const [query] = (0,queries/* compileExchangeQueries */.rN)([report], now);
            readers.set(report.name, (resource) => query?.read(resource, internalDomains) ?? []);
        }
    }
    return (report, mailbox, resource) => {
        try {
            const [row, ...furtherRows] = (0,rows/* rowsOf */.RO)(mailbox, { status: 'ok', value: readers.get(report.name)?.(resource) ?? [] }, report);
            return furtherRows.length === 0 && row.content === 'item' ? row : undefined;
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
function pageOf({ corrects, request }, resource) {
    if (corrects?.target === 'inboxRule')
        return { value: [resource] };
    // A report may request a part of the settings: mailboxSettings/automaticRepliesSetting.
    const [, part] = request.path.split('/');
    const page = part === undefined ? resource : resource[part];
    return (0,src_json/* isObject */.Gv)(page) ? page : undefined;
}

// EXTERNAL MODULE: ./src/source/graph-source.ts + 15 modules
var graph_source = __webpack_require__(44619);
// EXTERNAL MODULE: ./src/totals/totals.ts
var totals_totals = __webpack_require__(97160);
// EXTERNAL MODULE: ./src/totals/verdict-counts.ts
var verdict_counts = __webpack_require__(11427);
// EXTERNAL MODULE: ./src/features/policy-verdicts.ts + 1 modules
var policy_verdicts = __webpack_require__(86072);
// EXTERNAL MODULE: ./src/features/policy-upkeep.ts
var policy_upkeep = __webpack_require__(78542);
// EXTERNAL MODULE: ./src/run/pipeline.ts
var pipeline = __webpack_require__(43339);
;// CONCATENATED MODULE: ./src/remediation/reading.ts























/** Receives the outputs of the report action that sign-in and reading set. */
const NO_OUTPUTS = new run_outputs/* StepOutputs */.b({ setOutput: () => undefined });
/**
 * Reads and judges the mailboxes of the list, and plans what the policy changes. Rejects with a UserError: of Exchange Online,
 * `SET_CONFLICT`, `SET_REFUSED`, `INCOMPLETE` if no mailbox could be read, or `CANCELLED`.
 */
async function makePlan(run, basis) {
    const { runner, warnings, all, inputs, signedIn } = run;
    const { core, signal } = runner;
    const { policy, baseline } = basis;
    const reading = await openReading(run, run.reports);
    const { reports, identities, started, source } = reading;
    const list = source.mailboxes;
    const judge = (0,policy_judge.compilePolicy)(policy, reports, started, baseline, identities.namesOf);
    const plan = new PlanCollector(await newPlanner(reading, basis), identities);
    const totals = new totals_totals/* Totals */.s(reports, new verdict_counts/* VerdictCounts */.A(policy));
    await (0,log/* logGroup */.QT)(core, 'Read the mailboxes', () => readAll(run, reading, [(0,policy_verdicts/* policyStage */.Dg)(judge)], [totals, plan]));
    const { read, unreadable: unreadable } = totals.mailboxes;
    core.info((0,log/* logText */.kc)(`Read ${(0,numbers/* count */.U9)(read)} of ${(0,numbers/* counted */.hS)(list.length, 'mailbox', 'mailboxes')}`));
    requireUncancelled(signal);
    if (source.reader.stoppedBy !== undefined)
        throw source.reader.stoppedBy;
    if (read === 0) {
        throw new errors/* UserError */.yo('INCOMPLETE', 'No mailbox could be read, so there is no plan.', {
            hint: 'Run the report action on the same list: its report has the cause for each mailbox.',
        });
    }
    (0,policy_upkeep/* warnOfPolicy */.eb)(judge, warnings);
    for (const warning of skipWarnings(plan))
        warnings.add(warning);
    const { changes, skipped } = plan;
    // Exchange Online lists its domains again.
    const isOfList = all && inputs.internalDomains === undefined && signedIn.exchangeTokens === undefined;
    const internalDomains = isOfList ? source.internalDomains?.names : undefined;
    const counts = { mailboxes: list.length, unread: unreadable, skipped: skipped.length };
    return { changes, skipped, counts, internalDomains };
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
async function openGuard(run, changes) {
    const { basis, list } = run;
    const mailboxes = new Map(list.mailboxes.map((mailbox) => [mailbox.address.toLowerCase(), mailbox]));
    const mailboxOf = (address) => mailboxes.get(address.toLowerCase()) ?? { address, file: list.files[0] ?? '', line: 1 };
    // No row of an undo is judged. What Graph shows is in the answer before each write.
    const ruleReports = basis.kind === 'undo' ? [] : run.reports;
    const names = new Set(changes.map(reportOf));
    const named = new Set(changes.flatMap((change) => {
        const own = reportsOf(change);
        return change.cells.flatMap(({ report }) => (own.includes(report) ? [] : report));
    }));
    const others = ruleReports.filter(({ name }) => named.has(name));
    const sources = new Set(others.filter(reports_definition/* isDerivedReport */._S).flatMap(({ from }) => from));
    const toRead = ruleReports.filter((report) => ((0,reports_definition/* isExchangeReport */.Uq)(report) && names.has(report.name)) || others.includes(report) || sources.has(report.name));
    const share = (0,mailbox/* mailboxList */.h7)(changes.map(({ address }) => mailboxOf(address)));
    const reading = await openReading(run, toRead, share, ruleReports);
    const { identities, reports } = reading;
    if (identities.isDenied && changes.some(({ mailboxId }) => mailboxId !== undefined)) {
        const message = `The plan names mailboxes by the IDs of their accounts, which the application may not read: ${IDENTITY_PERMISSION} is missing.`;
        throw new errors/* UserError */.yo('WRITE_DENIED', `${message} Nothing was changed.`, {
            hint: `Let an administrator consent to ${IDENTITY_PERMISSION} for the application that writes, as for the one that made the plan.`,
        });
    }
    const objects = new Map();
    const besides = new Map();
    const keyOf = (address, report) => `${report} ${address.toLowerCase()}`;
    if (reports.length > 0) {
        const add = ({ mailbox, reports: results }) => {
            if (others.length > 0)
                besides.set(mailbox.address.toLowerCase(), otherRows(results));
            for (const { definition, rows } of results) {
                const { object } = rows[0];
                if ((0,reports_definition/* isExchangeReport */.Uq)(definition) && (0,src_json/* isObject */.Gv)(object))
                    objects.set(keyOf(mailbox.address, definition.name), object);
            }
        };
        await (0,log/* logGroup */.QT)(run.runner.core, 'Read the mailboxes', () => readAll(run, reading, [], [{ add }]));
    }
    if (basis.kind === 'undo')
        return undoGuard(identities);
    return policyGuard(identities, {
        planned: changes,
        planner: await newPlanner({ ...reading, reports: ruleReports }, basis),
        reports: ruleReports,
        mailboxOf,
        additionsOf: (address, report) => objects.get(keyOf(address, report)) ?? {},
        besideOf: (address) => besides.get(address.toLowerCase()) ?? otherRows([]),
    });
}
/**
 * @param ruleReports the reports to read
 * @param share the mailboxes to read, if these are not all of the list
 * @param computed further reports, which decide whether the domains are read
 */
async function openReading({ inputs, step, runner, signedIn, list, warnings }, ruleReports, share, computed) {
    const { core, signal } = runner;
    const { tokens, exchangeTokens } = signedIn;
    const graph = new graph_source/* Graph */.T({ ...runner, inputs, tokens, debugLog: step.isDebug ? core : undefined });
    const exchange = exchangeTokens && new exchange_source/* Exchange */.k5({ ...runner, inputs, tokens: exchangeTokens });
    const reports = exchange === undefined ? ruleReports : [...ruleReports, EXCHANGE_IDENTITY];
    const started = runner.now();
    const services = { graph, exchange, core, warnings, outputs: NO_OUTPUTS, started, signal, share, computed };
    const source = await (0,source_source/* prepareSource */.pY)(inputs, reports, list, services);
    const identities = exchange === undefined ? await readGraphIdentities(graph, tokens, source.mailboxes) : new Identities();
    return { graph, source, reports, identities, started };
}
async function newPlanner({ reports, source, identities, started }, { policy, baseline }) {
    const readRow = await newRowReader(reports, source.internalDomains, started);
    const judge = (0,policy_judge.compilePolicy)(policy, reports, started, baseline, identities.namesOf);
    return new TargetPlanner(judge, identities, readRow, started);
}
async function readAll({ runner }, { graph, source, reports, identities }, stages, receivers) {
    const identify = (result) => {
        const identityReport = result.reports.find(({ definition }) => definition === EXCHANGE_IDENTITY);
        if (identityReport !== undefined)
            identities.add(result.mailbox.address, identityReport.rows[0].object);
        return result;
    };
    const { reader } = source;
    const progress = { reader, waits: () => graph.limiter.throttling.waits, total: source.mailboxes.length };
    await (0,pipeline/* runPipeline */.a)((0,outputs_progress/* logProgress */.s)(runner, progress), reports, [identify, ...stages], receivers);
}
function skipWarnings({ skipped, synchronized }) {
    const reasons = [...Map.groupBy(skipped, ({ reason }) => reason)].map(([reason, rows]) => `${(0,numbers/* counted */.hS)(rows.length, 'violation is', 'violations are')} not changed: ${SKIPPED[reason]}.`);
    if (synchronized === 0)
        return reasons;
    const mailboxCount = (0,numbers/* counted */.hS)(synchronized, 'mailbox of the plan is', 'mailboxes of the plan are');
    return [
        ...reasons,
        `${mailboxCount} synchronized from on-premises, and not known to be managed in the cloud (IsExchangeCloudManaged). ` +
            'Exchange Online refuses some changes there: make these on-premises.',
    ];
}

// EXTERNAL MODULE: ./src/exchange/command.ts
var command = __webpack_require__(12788);
// EXTERNAL MODULE: ./src/exchange/exchange-outcome.ts
var exchange_outcome = __webpack_require__(33537);
// EXTERNAL MODULE: ./src/graph/batch.ts
var batch = __webpack_require__(35624);
;// CONCATENATED MODULE: ./src/remediation/services.ts










/** Ms after a cancellation at which requests under way end: what they were for must still be uploaded. */
const ENDING_MS = 1_500;
/** The service of the targets of a run, whose requests end soon after a cancellation. Sends nothing. */
function changingService({ inputs, runner, reports, signedIn }) {
    const propertiesOf = (target) => {
        const report = reports.find(({ name }) => name === reportOf(target));
        return report !== undefined && (0,reports_definition/* isExchangeReport */.Uq)(report) ? report.request.select : [];
    };
    const { tokens, exchangeTokens } = signedIn;
    const options = { ...runner, inputs, signal: endingSignal(runner) };
    const graph = graphService(new graph_source/* Graph */.T({ ...options, tokens }));
    if (exchangeTokens === undefined)
        return graph;
    const exchange = exchangeService(new exchange_source/* Exchange */.k5({ ...options, tokens: exchangeTokens }), {
        now: runner.now,
        propertiesOf,
    });
    const serviceOf = (target) => (target.exchange === undefined ? graph : exchange);
    return {
        read: (target, settings) => serviceOf(target).read(target, settings),
        write: (target, values) => serviceOf(target).write(target, values),
    };
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
    const [item, ...furtherItems] = (0,command/* selectedProperties */.p6)((0,command/* objectsOf */.iZ)(body), select);
    const isOther = !(0,src_json/* isGuid */.W_)(item?.Guid) || item.Guid.toLowerCase() !== identity.toLowerCase();
    if (item === undefined || furtherItems.length > 0 || isOther)
        return failed('Exchange Online returned another mailbox');
    const absentSetting = settings.find((setting) => !Object.hasOwn(item, setting));
    return absentSetting === undefined
        ? { kind: 'ok', value: item }
        : failed(`Exchange Online does not show ${absentSetting}`);
}
/** How Exchange says that a parameter does not exist: in general, or for the roles of the application. */
const REJECTED_PARAMETER = /Invalid cmdlet parameters specified|cannot be found that matches parameter name/i;
function withRoleHint(failure, cmdlet, values) {
    if (!REJECTED_PARAMETER.test(failure.error))
        return failure;
    const command = (0,cmdlets/* rolesCommand */.dV)(cmdlet, Object.keys(values));
    return { ...failure, error: `${failure.error}. No role of the application may have it: ${command} lists the roles` };
}

;// CONCATENATED MODULE: ./src/remediation/undo-plan.ts







/** Throws the UserError `UNDO_FILE` for the undo file of another tenant or cloud. */
function requireTenant(undone, tenant, cloud) {
    if (undone.tenant.toLowerCase() === tenant.toLowerCase() && undone.cloud === cloud)
        return;
    const message = `The undo file is of another tenant, ${undone.tenant} in the cloud ${undone.cloud}. Nothing was changed.`;
    throw new errors/* UserError */.yo('UNDO_FILE', message, { hint: 'Sign in to the tenant whose mailboxes were changed.' });
}
/**
 * The changes back that can be made: reads each mailbox, and leaves out those that are done or no longer fit. Rejects with the UserError
 * `CANCELLED`.
 */
async function planUndo({ runner, warnings }, undone, service, guard) {
    const { core, signal, now, random, sleep } = runner;
    const dryRun = {
        service,
        guard,
        signal,
        now,
        random,
        sleep,
        limit: undefined,
        maxFailures: Infinity,
        isDryRun: true,
    };
    const undoable = [];
    const otherResults = [];
    await (0,log/* logGroup */.QT)(core, 'Read the mailboxes', async () => {
        for await (const results of writeChanges(undone.changes, dryRun)) {
            for (const result of results) {
                if (result.status === 'pending')
                    undoable.push(result.change);
                else
                    otherResults.push(result);
                if (result.status !== 'pending')
                    for (const line of changeLines(result))
                        core.info((0,log/* logText */.kc)(line));
            }
        }
    });
    requireUncancelled(signal);
    const other = otherResults.find(({ error }) => error.endsWith(OTHER_MAILBOX));
    if (other !== undefined) {
        throw new errors/* UserError */.yo('UNDO_FILE', `In the undo file, ${other.error}. Nothing was changed.`, {
            hint: 'Take the undo.json of the run, unchanged. If the address was given to another mailbox since, change the others by hand.',
        });
    }
    const stale = otherResults.filter(({ status }) => status !== 'unchanged').length;
    if (stale > 0) {
        warnings.add(`${(0,numbers/* counted */.hS)(stale, 'change is', 'changes are')} not undone: the setting changed since, or cannot be restored. The log names them.`);
    }
    return undoable;
}

// EXTERNAL MODULE: ./src/run/repository-visibility.ts
var repository_visibility = __webpack_require__(48210);
// EXTERNAL MODULE: ./src/run/result.ts
var result = __webpack_require__(64612);
// EXTERNAL MODULE: ./src/run/runner.ts + 2 modules
var run_runner = __webpack_require__(11072);
// EXTERNAL MODULE: ./src/source/sign-in.ts + 21 modules
var sign_in = __webpack_require__(37478);
// EXTERNAL MODULE: ./src/actions/log-lists.ts
var log_lists = __webpack_require__(57101);
// EXTERNAL MODULE: ./src/actions/run-action.ts
var run_action = __webpack_require__(31737);
;// CONCATENATED MODULE: ./src/actions/remediate.ts























/** Days that the record of an undo should be kept at least. */
const SHORT_RETENTION = 30;
/**
 * Runs the remediate action: plans, applies or undoes changes. Returns whether the step fails. Never rejects: what was
 * changed is written, uploaded and summarised, and exactly one error says why the step fails.
 */
function remediate(env, runner, observer) {
    return (0,run_action/* runAction */.C)(env, runner.core, async (outputs) => {
        const { reason } = await perform(env, runner, outputs, observer);
        return { fails: reason !== undefined };
    });
}
/** Makes a plan or takes over the approved one, performs what the mode asks for, and delivers the result. */
async function perform(env, runner, outputs, observer) {
    const run = await signedInRun(env, runner, outputs);
    const { inputs, step, basis, list, plan: approved, signedIn, warnings } = run;
    const { core, now } = runner;
    const visibility = (0,repository_visibility/* isPublicRepository */.G)(step, runner);
    if (inputs.mode !== 'plan')
        await requireWritePermission(run);
    await (0,log/* logGroup */.QT)(core, 'Mailbox list', () => (0,log_lists/* logLists */.W)(list, inputs, core, NO_OUTPUTS));
    const { tenantId: tenant } = signedIn;
    const { cloud } = inputs;
    if (approved !== undefined)
        requireFitting(approved, tenant, cloud, digestsOf(run, approved.changes), now());
    if (basis.kind === 'undo')
        requireTenant(basis.undo, tenant, cloud);
    const service = changingService(run);
    const draft = approved === undefined ? await planOf(run, service) : { ...approved, skipped: [] };
    const folder = await (0,output_directory/* createOutputDirectory */.n)(inputs.outputDirectory, step);
    const planCsv = await writePlanCsv(folder, draft.changes, inputs.csv);
    const digests = digestsOf(run, draft.changes);
    const stored = approved ?? (await writePlanFile(folder, { kind: basis.kind, tenant, cloud, digests, ...draft }, step, now()));
    const { digest, changes } = stored;
    outputs.set({ 'output-directory': folder, 'change-count': changes.length, 'plan-digest': digest });
    core.info(`Plan: ${(0,numbers/* counted */.hS)(changes.length, 'change', 'changes')}, digest ${digest}`);
    observer?.onPlan(changes);
    for (const note of planNotes(stored, inputs))
        warnings.add(note);
    const shownToAll = (await visibility) ? (0,repository_visibility/* visibilityWarning */.R)(inputs) : undefined;
    if (shownToAll !== undefined)
        warnings.add(shownToAll);
    const decided = outcomeWithoutWrites(stored, inputs);
    const onDone = (done) => observer?.onDone(done);
    const applyResult = approved === undefined || decided !== undefined
        ? { outcome: decided ?? { result: 'planned', reason: undefined }, files: [], results: [], record: undefined }
        : await applyPlan(run, approved, folder, service, await guardOf(run, changes), onDone);
    const files = [...(approved === undefined ? [external_node_path_default().join(folder, PLAN_JSON)] : []), planCsv, ...applyResult.files];
    const plan = { mode: inputs.mode, changes, skipped: draft.skipped, digest, folder };
    return deliverRemediation(run, { ...plan, ...applyResult, files });
}
/** Reads the inputs and signs in. */
async function signedInRun(env, runner, outputs) {
    const { core } = runner;
    const step = (0,run_runner/* stepEnvironment */.a)(env);
    const remediation = await readRemediation(env, step.workspace);
    const { inputs, basis, reports } = remediation;
    const notes = basis.kind === 'undo' ? [] : [`Reads ${reports.map(({ name }) => name).join(', ')}`];
    await (0,log/* logSettings */.AF)(core, settings(remediation), notes);
    requireArtifactName(inputs, runner);
    const warnings = new log/* Warnings */.eS(core);
    const { mode, artifactName, retentionDays = SHORT_RETENTION } = inputs;
    if (mode !== 'plan' && artifactName !== undefined && retentionDays < SHORT_RETENTION) {
        warnings.add(`After ${retentionDays} days ("retention-days") nothing can be undone. Use ${SHORT_RETENTION} or more.`);
    }
    const signedIn = await (0,log/* logGroup */.QT)(core, 'Sign in', () => (0,sign_in/* signIn */.Jv)(inputs, reports, (0,sign_in/* readCredential */.Yz)(inputs, runner, NO_OUTPUTS, warnings, env), runner));
    if (signedIn.lacking !== undefined)
        warnings.add(signedIn.lacking.warning);
    return { ...remediation, step, runner, outputs, warnings, signedIn };
}
/** Throws the UserError `INPUT_INVALID` if the undo record would have no artifact. */
function requireArtifactName({ mode, artifactName }, { loadArtifactClient }) {
    if (mode === 'plan' || artifactName !== undefined || loadArtifactClient === undefined)
        return;
    throw (0,input_readers/* invalid */.Gq)('artifact-name', '', 'Name one, or omit the input: nothing is changed unless the undo record is an artifact.');
}
/** SHA-256 digests of what a plan is made of. One of the whole tenant is bound to the mailboxes that it changes. */
function digestsOf({ basis, list, all }, changes) {
    if (basis.kind === 'undo')
        return { undo: basis.undo.digest };
    return policyDigests(all ? mailboxesOf(changes, list) : list, basis.policy, basis.baseline, all);
}
async function planOf(run, service) {
    const { basis, list } = run;
    if (basis.kind === 'policy')
        return makePlan(run, basis);
    const changes = await planUndo(run, basis.undo, service, await openGuard(run, basis.undo.changes));
    return { changes, skipped: [], counts: { mailboxes: list.length, unread: 0, skipped: 0 } };
}
/** Throws the UserError `PLAN_FILE` for a plan that was edited. */
async function guardOf(run, changes) {
    const { basis, list } = run;
    if (basis.kind === 'policy')
        requireChangesOfPolicy(changes, basis.policy, list);
    return openGuard(run, changes);
}
/** The outcome of a plan that has no changes or must not be applied. */
function outcomeWithoutWrites({ changes, counts }, { mode, maxChanges = Infinity, maxUnreadable }) {
    const { unread, mailboxes } = counts;
    if ((0,result/* isTooManyUnread */.Vm)(unread, mailboxes, maxUnreadable)) {
        const message = `${(0,numbers/* counted */.hS)(unread, 'mailbox', 'mailboxes')} of ${(0,numbers/* count */.U9)(mailboxes)} could not be read; "max-unreadable" allows ${(0,input_readers/* maxUnreadableText */.Dr)(maxUnreadable)}. Nothing was changed.`;
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
/** An undo ignores the policy and what belongs to it. */
function settings({ inputs, basis, all }) {
    return {
        ...(0,read_inputs/* settingsOf */.f5)({ ...inputs, mailboxes: { ...inputs.mailboxes, all } }, 'remediate'),
        ...(basis.kind === 'undo' && { mailboxes: undefined, report: undefined, policy: undefined, baseline: undefined }),
    };
}


/***/ }),

/***/ 82680:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   C_: () => (/* binding */ endsSoon),
/* harmony export */   Pt: () => (/* binding */ isPattern),
/* harmony export */   XQ: () => (/* binding */ wildcard),
/* harmony export */   cv: () => (/* binding */ ExemptionIndex)
/* harmony export */ });
/* harmony import */ var _schema_pattern_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(26005);
/* harmony import */ var _text_numbers_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(92613);


/** Days of warning before an exemption expires. */
const SOON = 30;
/** Whether an exemption with so many days left ends within the warning period. */
function endsSoon(daysLeft) {
    return daysLeft >= 0 && daysLeft <= SOON;
}
/** Finds the exemption of a mailbox from a rule, and counts how each exemption is used. */
class ExemptionIndex {
    #entries;
    #byRule;
    /** @param now decides for the whole run which exemptions have expired */
    constructor(exemptions, now) {
        this.#entries = exemptions.map((exemption) => {
            const daysLeft = (0,_text_numbers_js__WEBPACK_IMPORTED_MODULE_1__/* .daysUntil */ .AQ)(exemption.expires, now);
            const names = mailboxMatcher(exemption.mailboxes.map(({ pattern }) => pattern));
            return {
                exemption,
                daysLeft,
                inForce: daysLeft >= 0,
                names,
                covered: 0,
                missed: 0,
                mayCover: false,
                isMatched: false,
            };
        });
        this.#byRule = Map.groupBy(this.#entries, ({ exemption }) => exemption.rule);
    }
    /** Records that the run has a mailbox, with every name that is known of it. */
    see(rule, names) {
        const unmatched = (this.#byRule.get(rule) ?? []).filter(({ isMatched }) => !isMatched);
        if (unmatched.length === 0)
            return;
        const folded = names.map((name) => name.toLowerCase());
        for (const entry of unmatched)
            entry.isMatched = folded.some(entry.names);
    }
    /**
     * The exemption of a mailbox that violates a rule: the first one in the policy that applies. Counts its use, so call this
     * once for each rule and mailbox, with every address that is known of it.
     */
    exempt(rule, ...addresses) {
        const entries = this.#naming(rule, addresses);
        const applying = entries.filter(({ inForce }) => inForce);
        for (const entry of applying)
            entry.covered += 1;
        if (applying.length === 0)
            for (const entry of entries)
                entry.missed += 1;
        return applying[0]?.exemption;
    }
    /** Records that a rule is inconclusive for a mailbox: exemptions that name it may be needed. */
    addInconclusive(rule, ...addresses) {
        for (const entry of this.#naming(rule, addresses))
            entry.mayCover = true;
    }
    /** Whether an exemption from a rule is in force, so that an unknown address of a mailbox may be exempt. */
    isInForce(rule) {
        return (this.#byRule.get(rule) ?? []).some(({ inForce }) => inForce);
    }
    /** One for each exemption, in the policy's order. */
    get uses() {
        return this.#entries.map(({ exemption, daysLeft, inForce, covered, missed, mayCover, isMatched }) => ({
            exemption,
            daysLeft,
            expired: !inForce,
            endsSoon: endsSoon(daysLeft),
            covered,
            missed,
            usage: covered + missed > 0 ? 'in-use' : mayCover ? 'unknown' : 'unused',
            isMatched,
        }));
    }
    #naming(rule, addresses) {
        const folded = addresses.map((address) => address.toLowerCase());
        return (this.#byRule.get(rule) ?? []).filter(({ names }) => folded.some(names));
    }
}
/** Whether an address in lower case is one of the addresses, or matches one of the patterns. */
function mailboxMatcher(patterns) {
    const exact = new Set(patterns.filter((pattern) => !isPattern(pattern)).map((pattern) => pattern.toLowerCase()));
    const wildcards = patterns.filter(isPattern).map(wildcard);
    return (address) => exact.has(address) || wildcards.some((matches) => matches(address));
}
/** Whether the text of an exemption contains a wildcard. */
function isPattern(text) {
    return text.includes('*') || text.includes('?');
}
/**
 * Whether an address matches a pattern, in which `*` stands for any characters, none among them, and `?` for one. Case
 * does not count. Takes linear time: RE2 does not backtrack over many `*`.
 */
function wildcard(pattern) {
    const lowerCase = pattern.toLowerCase();
    const escaped = lowerCase.replace(/[\\^$.|+()[\]{}]/g, String.raw `\$&`);
    const compiled = (0,_schema_pattern_js__WEBPACK_IMPORTED_MODULE_0__/* .compilePattern */ .Eb)(`(?s)^${escaped.replaceAll('*', '.*').replaceAll('?', '.')}$`);
    const ending = lowerCase.slice(Math.max(lowerCase.lastIndexOf('*'), lowerCase.lastIndexOf('?')) + 1);
    return (address) => {
        const text = address.toLowerCase();
        return text.endsWith(ending) && compiled.test(text);
    };
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
// EXTERNAL MODULE: ./src/text/numbers.ts
var numbers = __webpack_require__(92613);
// EXTERNAL MODULE: ./src/policy/baseline/baseline-entry.ts
var baseline_entry = __webpack_require__(97804);
;// CONCATENATED MODULE: ./src/policy/baseline/baseline.ts

/** Finds violations in the baseline, and records which entries still occur. */
class BaselineIndex {
    /** Path of the file, relative to the workspace. */
    file;
    /** By key, in the file's order. */
    #entries = new Map();
    /** The entries of a rule and a mailbox. */
    #byPair = new Map();
    constructor({ file, entries }) {
        this.file = file;
        for (const entry of entries) {
            const tracked = { entry, found: false, isComplete: false };
            this.#entries.set((0,baseline_entry/* baselineKey */.x2)(entry), tracked);
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
    const baseline = committed === undefined ? undefined : new BaselineIndex(committed);
    const judges = new Map();
    const usage = policy.rules.map((rule) => ({ rule, mailboxes: 0, applied: 0 }));
    for (const report of reports) {
        const ofReport = usage.filter(({ rule }) => rule.report === report.name);
        if (ofReport.length === 0)
            continue;
        const compiled = ofReport.map((one) => compileRule(one, report, reports, now));
        judges.set(report.name, (rows, rowsOf = () => undefined) => {
            const results = compiled.map((rule) => judgeRule(rule, rows, rowsOf, { exemptions, baseline, namesOf }));
            return {
                rows: rows.map((row, index) => rowVerdict(row, index, results)),
                rules: results.map(({ result }) => result),
            };
        });
    }
    return {
        judgeOf: (report) => judges.get(report),
        exemptions,
        baseline,
        unusedRules: () => unusedRules(usage),
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
function judgeRule(compiled, rows, rowsOf, { exemptions, baseline, namesOf }) {
    const { rule, identity, usage } = compiled;
    const { mailbox } = rows[0];
    const evaluations = rows.map((row) => evaluateRow(compiled, row, rowsOf));
    const isViolated = evaluations.some(({ violated }) => violated.length > 0);
    const names = namesOf(mailbox.address);
    exemptions.see(rule.id, names);
    const exemption = isViolated ? exemptions.exempt(rule.id, ...names) : undefined;
    const findings = [];
    const ofRows = evaluations.map(({ row, violated, unknown, verdict }) => {
        if (verdict === undefined || verdict === 'pass')
            return verdict;
        const item = identity.itemOf(row);
        const subject = { rule, mailbox, row, item };
        const ofRow = violated.map((condition) => {
            const { column, expected } = condition;
            const value = (0,conditions/* valueOf */.RP)(condition, (0,conditions/* rowOf */.OB)(condition, row, rowsOf) ?? row);
            // Also for an exempt violation, since its entry is still needed when the exemption has expired.
            const rowDigest = identity.digestOf(row, column);
            const violation = { item, row: rowDigest, column, found: value };
            const entries = names.map((name) => baseline?.find((0,baseline_entry/* violationIdentity */.Eq)(rule.id, name, violation)));
            const entry = entries.find((one) => one !== undefined);
            const failure = rule.severity === 'error' ? 'fail' : 'warn';
            const reason = exemption !== undefined ? 'exempt' : entry !== undefined ? 'known' : failure;
            const addedOn = reason === 'known' ? entry?.addedOn : undefined;
            const message = (0,finding_message/* violationMessage */.nW)({ item, column, found: value, expected }, compiled, row, rowsOf);
            const reported = { column, found: value, expected, message };
            return { ...subject, rowDigest, verdict: reason, ...reported, exemption, addedOn };
        });
        findings.push(...ofRow);
        if (ofRow.length > 0)
            return (0,policy_verdict/* worst */.QZ)(ofRow.map((finding) => finding.verdict));
        if (verdict === 'inconclusive' && row.status === 'ok') {
            const message = (0,finding_message/* inconclusiveMessage */.qU)(unknown, item);
            findings.push({ ...subject, rowDigest: '', verdict, column: '', found: null, expected: '', message });
        }
        return verdict;
    });
    const verdict = (0,policy_verdict/* worstRow */.Yf)(ofRows.filter((one) => one !== undefined));
    if (rows.some(isItem))
        usage.mailboxes += 1;
    if (evaluations.some(({ row, verdict: one }) => isItem(row) && one !== undefined))
        usage.applied += 1;
    if (verdict === 'inconclusive')
        exemptions.addInconclusive(rule.id, ...names);
    if (!evaluations.some(({ isUncertain }) => isUncertain)) {
        for (const name of names)
            baseline?.markComplete(rule.id, name);
    }
    return { result: { rule, verdict, findings }, ofRows };
}
function evaluateRow({ when, expect: expected }, row, rowsOf) {
    const resultFor = (condition, certain) => {
        const conditionRow = (0,conditions/* rowOf */.OB)(condition, row, rowsOf);
        return conditionRow === undefined ? 'unknown' : (0,conditions/* resultOf */.Bg)(condition, conditionRow, certain);
    };
    // Of an unreadable mailbox, or one without items, only the address, what the list says and other reports are known.
    const decidable = isItem(row) ? when : when.filter(({ cell, report }) => cell === undefined || report !== undefined);
    const applies = decidable.map((condition) => resultFor(condition, 'met'));
    const evaluation = { row, violated: [], unknown: [], isUncertain: false };
    const isLeftOut = (condition) => {
        const conditionRow = (0,conditions/* rowOf */.OB)(condition, row, rowsOf);
        return conditionRow !== undefined && (0,conditions/* isNotApplicable */.ld)(condition, conditionRow);
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
    return unused.slice(0, MAX_WARNINGS).map(({ rule: { id, place }, mailboxes }, index) => {
        const otherCount = index === MAX_WARNINGS - 1 ? unused.length - MAX_WARNINGS : 0;
        const sentence = otherCount === 0 ? '' : ` The same is true of ${(0,numbers/* counted */.hS)(otherCount, 'other rule', 'other rules')}.`;
        const message = `The rule "${id}" applied to 0 of ${(0,numbers/* counted */.hS)(mailboxes, 'mailbox', 'mailboxes')}: no row meets its "when".${sentence}`;
        return { message, place };
    });
}


/***/ })

};
