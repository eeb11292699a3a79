export const id = 697;
export const ids = [697];
export const modules = {

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


/***/ }),

/***/ 98697:
/***/ ((module, __webpack_exports__, __webpack_require__) => {

__webpack_require__.a(module, async (__webpack_handle_async_dependencies__, __webpack_async_result__) => { try {
__webpack_require__.r(__webpack_exports__);
/* harmony import */ var node_path__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(76760);
/* harmony import */ var node_path__WEBPACK_IMPORTED_MODULE_0___default = /*#__PURE__*/__webpack_require__.n(node_path__WEBPACK_IMPORTED_MODULE_0__);
/* harmony import */ var _start_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(30726);
/* harmony import */ var _run_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(50704);



// The program is in `dist/remediate`, a folder below the others.
await (0,_start_js__WEBPACK_IMPORTED_MODULE_1__/* .start */ .n)((env, dependencies) => (0,_run_js__WEBPACK_IMPORTED_MODULE_2__/* .remediate */ .n)(env, dependencies), node_path__WEBPACK_IMPORTED_MODULE_0___default().dirname(node_path__WEBPACK_IMPORTED_MODULE_0___default().dirname(process.argv[1] ?? '.')));

__webpack_async_result__();
} catch(e) { __webpack_async_result__(e); } }, 1);

/***/ }),

/***/ 50704:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  n: () => (/* binding */ remediate)
});

// EXTERNAL MODULE: ./src/errors.ts
var errors = __webpack_require__(83916);
// EXTERNAL MODULE: ./src/output/annotations.ts
var annotations = __webpack_require__(3151);
// EXTERNAL MODULE: ./src/output/deliver.ts
var deliver = __webpack_require__(73164);
// EXTERNAL MODULE: ./src/output/files/output-directory.ts
var output_directory = __webpack_require__(51838);
// EXTERNAL MODULE: ./src/output/summary/summary.ts + 4 modules
var summary_summary = __webpack_require__(77235);
// EXTERNAL MODULE: ./src/outputs.ts
var outputs = __webpack_require__(7729);
// EXTERNAL MODULE: ./src/runner/log.ts
var log = __webpack_require__(47708);
// EXTERNAL MODULE: ./src/runner/repository-visibility.ts
var repository_visibility = __webpack_require__(17);
// EXTERNAL MODULE: ./src/steps/conclude.ts
var conclude = __webpack_require__(25886);
// EXTERNAL MODULE: ./src/steps/guarded.ts
var guarded = __webpack_require__(55027);
// EXTERNAL MODULE: ./src/steps/sign-in.ts + 11 modules
var sign_in = __webpack_require__(85848);
// EXTERNAL MODULE: ./src/text/display.ts
var display = __webpack_require__(24745);
// EXTERNAL MODULE: ./src/text/numbers.ts
var numbers = __webpack_require__(92613);
// EXTERNAL MODULE: external "node:timers/promises"
var promises_ = __webpack_require__(58500);
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
 * The smallest PATCH for some settings of one target. Properties with parts are sent whole: Exchange Online resets the
 * parts of `automaticRepliesSetting` that are missing. Only the locale of a language can be written.
 *
 * @param resource the settings or the inbox rule, as just read
 */
function patchOf(resource, changes) {
    const patch = {};
    for (const { setting, after } of changes) {
        const [name = '', ...parts] = setting.split('.');
        if (parts.length === 0)
            patch[name] = after;
        else if (name === 'language')
            patch[name] = { locale: after };
        else
            patch[name] = withPart(patch[name] ?? (0,src_json/* property */.MZ)(resource, name), parts, after);
    }
    return patch;
}
function withPart(whole, [name = '', ...deeper], value) {
    const object = (0,src_json/* isObject */.Gv)(whole) ? whole : {};
    return { ...object, [name]: deeper.length === 0 ? value : withPart(object[name], deeper, value) };
}

;// CONCATENATED MODULE: ./src/remediation/apply.ts



/** Exchange Online can return the earlier value for a moment after a write. In ms. */
const SECOND_LOOK = 2_000;
/**
 * Applies changes, one target after the other: reads it, writes what still has the value of the plan, and reads it back.
 * Rejects only if a record cannot be written.
 */
async function applyChanges(changes, options) {
    for (const ofTarget of Map.groupBy(changes, targetKey).values()) {
        await options.onDone(await applyToTarget(ofTarget, options));
    }
}
async function applyToTarget(changes, { service, signal, onWrite }) {
    const [target] = changes;
    if (target === undefined)
        return [];
    if (signal.aborted)
        return changes.map(cancelled);
    const settings = changes.map(({ setting }) => setting);
    const found = await service.read(target, settings);
    if (found.status === 'cancelled')
        return changes.map(cancelled);
    if (found.status !== 'ok') {
        return changes.map((change) => ({ change, status: 'failed', error: `Not written: ${errorOf(found)}` }));
    }
    const checked = withStaleRules(changes.map((change) => ({ change, skipped: reasonToSkip(change, found.value) })));
    const pending = checked.flatMap(({ change, skipped }) => (skipped === undefined ? [change] : []));
    const written = pending.length === 0 ? [] : await write(pending, target, found.value, { service, signal, onWrite });
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
    const response = await service.write(target, patchOf(resource, changes));
    let readBack = await service.read(target, settings);
    if (response.status === 'ok' && readBack.status === 'ok' && !areApplied(changes, readBack.value)) {
        await (0,promises_.setTimeout)(SECOND_LOOK);
        readBack = await service.read(target, settings);
    }
    const results = changes.map((change) => resultOf(change, response, readBack));
    // Nothing of it is in the mailbox, so there is nothing to undo.
    if (readBack.status === 'ok' && results.every(({ status }) => status === 'failed'))
        takeBack();
    return results;
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
    if (response.status !== 'ok')
        return { change, status: 'failed', error: `Not written: ${errorOf(response)}` };
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

// EXTERNAL MODULE: ./src/context.ts
var src_context = __webpack_require__(40788);
// EXTERNAL MODULE: ./src/policy/load.ts
var load = __webpack_require__(58164);
// EXTERNAL MODULE: ./src/reports/built-in.ts + 10 modules
var built_in = __webpack_require__(18261);
// EXTERNAL MODULE: ./src/reports/choose.ts
var choose = __webpack_require__(4274);
// EXTERNAL MODULE: ./src/reports/definition.ts
var definition = __webpack_require__(54530);
// EXTERNAL MODULE: ./src/steps/settings.ts
var settings = __webpack_require__(19150);
// EXTERNAL MODULE: ./src/inputs.ts
var src_inputs = __webpack_require__(38422);
// EXTERNAL MODULE: ./src/runner/inputs.ts
var runner_inputs = __webpack_require__(39205);
;// CONCATENATED MODULE: ./src/remediation/inputs.ts


const MAX_CHANGES = 100_000;
/**
 * Reads the inputs of the remediate action. Throws a UserError as `readReportInputs` does. Undoing requires neither a list
 * nor a policy.
 */
function readRemediateInputs(env) {
    const mode = (0,runner_inputs/* choice */.Yq)(env, 'mode', ['plan', 'apply', 'undo']);
    const inputs = (0,src_inputs/* readReportInputs */.gM)(env, mode !== 'undo');
    if (mode !== 'undo')
        (0,runner_inputs/* required */.mw)(env, 'policy');
    return {
        ...inputs,
        mode,
        planDigest: mode === 'apply' ? planDigest(env) : undefined,
        undoFile: mode === 'undo' ? (0,runner_inputs/* required */.mw)(env, 'undo-file') : undefined,
        maxChanges: (0,runner_inputs/* wholeNumber */.rD)('max-changes', (0,runner_inputs/* text */.Qq)(env, 'max-changes') ?? '50', MAX_CHANGES),
    };
}
function planDigest(env) {
    const digest = (0,runner_inputs/* required */.mw)(env, 'plan-digest').toLowerCase();
    if (/^[0-9a-f]{64}$/.test(digest))
        return digest;
    throw (0,runner_inputs/* invalid */.Gq)('plan-digest', digest, 'Use the output "plan-digest" of the run that made the plan, 64 hex digits.');
}

// EXTERNAL MODULE: external "node:fs"
var external_node_fs_ = __webpack_require__(73024);
// EXTERNAL MODULE: ./src/mailboxes/address.ts
var address = __webpack_require__(16592);
// EXTERNAL MODULE: ./src/policy/file/settings.ts
var file_settings = __webpack_require__(1708);
// EXTERNAL MODULE: ./src/workspace/file.ts
var workspace_file = __webpack_require__(26971);
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
    const { bytes, shown } = await (0,workspace_file/* readWorkspaceFile */.s)(file, workspace, {
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
    const isGraph = exchange === undefined;
    // An object as the value of a parameter can make a cmdlet do something else.
    if (!isGraph &&
        (inboxRule !== undefined || [before, after].some((value) => typeof value === 'object' && value !== null)))
        return undefined;
    const report = isGraph
        ? inboxRule === undefined
            ? 'mailbox-settings'
            : 'inbox-rules'
        : EXCHANGE_REPORTS[exchange.cmdlet];
    const isWholeZone = report === 'mailbox-settings' && setting === 'workingHours.timeZone';
    if (!Object.hasOwn((0,file_settings/* writableSettings */.m)(report) ?? {}, setting) && !isWholeZone)
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

;// CONCATENATED MODULE: ./src/remediation/context.ts











/** Checks the inputs and the committed files. Rejects with a UserError. */
async function remediationContext(env, dependencies, observer) {
    const inputs = readRemediateInputs(env);
    const workspace = (0,src_context/* workspaceOf */.B)(env);
    const named = inputs.mode === 'undo' ? [] : await (0,choose/* chooseReports */.jK)(inputs.report, workspace);
    const { policy } = await (0,load/* choosePolicy */.KV)(inputs.mode === 'undo' ? undefined : inputs.policy, workspace, named);
    const baseline = await (0,load/* chooseBaseline */.hf)(inputs.baseline, workspace, policy);
    const undone = inputs.undoFile === undefined ? undefined : await readUndoFile(inputs.undoFile, workspace);
    const context = {
        ...{ env, inputs, policy, baseline, undone, observer, cloud: inputs.cloud, tenant: inputs.tenantId, warnings: [] },
        started: dependencies.now(),
        reports: policy === undefined ? reportsOf(undone ?? []) : reportsToChange(policy),
        ...dependencies,
    };
    const notes = policy === undefined ? [] : [`Reads ${context.reports.map(({ name }) => name).join(', ')}`];
    await (0,settings/* logSettings */.A)(context.core, settingsOf(context), notes);
    return context;
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
/** The reports that show what changes are about. */
function reportsOf(changes) {
    const names = changes.map(({ inboxRule, exchange }) => {
        if (exchange !== undefined)
            return EXCHANGE_REPORTS[exchange.cmdlet];
        return inboxRule === undefined ? 'mailbox-settings' : 'inbox-rules';
    });
    return reportsNamed(new Set(names));
}
/** Reports of Exchange Online also read the id by which a mailbox is changed. */
function reportsNamed(names) {
    return [...built_in/* builtInReports */.v.values()]
        .filter(({ name }) => names.has(name))
        .map((report) => {
        if (!(0,definition/* isExchangeReport */.Uq)(report))
            return report;
        return { ...report, request: { ...report.request, select: [...report.request.select, 'Guid'] } };
    });
}
function settingsOf({ inputs, reports, policy, baseline }) {
    return {
        mode: inputs.mode,
        'tenant-id': inputs.tenantId,
        'client-id': inputs.clientId,
        'graph-url': inputs.graphUrl,
        'exchange-url': (0,sign_in/* needsExchange */.z8)(inputs, reports) ? inputs.exchangeUrl : undefined,
        policy: policy?.file,
        mailboxes: policy && inputs.mailboxes.join(', '),
        baseline: baseline?.file,
        'undo-file': inputs.undoFile,
        'max-changes': String(inputs.maxChanges),
    };
}

// EXTERNAL MODULE: external "node:crypto"
var external_node_crypto_ = __webpack_require__(77598);
;// CONCATENATED MODULE: ./src/remediation/services/raw-query.ts

/**
 * A query of a report whose rows have Graph's JSON as an additional last cell: a plan needs properties that are no column,
 * from the same response that is judged.
 */
function withRaw(query, { rows }) {
    const itemsOf = (page) => {
        if (rows === undefined)
            return [page];
        const items = (0,src_json/* property */.MZ)(page, rows);
        return Array.isArray(items) ? items : [];
    };
    return { ...query, newCollector: () => rawCollector(query.newCollector(), itemsOf) };
}
/** The same for a query of Exchange Online: the additional cell has the object of the mailbox. */
function withRawObject(query) {
    return {
        ...query,
        read: (found) => query.read(found).map((row) => ({ ...row, cells: [...row.cells, found] })),
    };
}
function rawCollector(collector, itemsOf) {
    const items = [];
    return {
        onPage: (page, hasMore) => {
            for (const item of itemsOf(page))
                items.push(item);
            return collector.onPage(page, hasMore);
        },
        result: () => collector.result().map((row, at) => ({ ...row, cells: [...row.cells, items[at] ?? null] })),
    };
}
/** The service's JSON of a row that was read so; undefined if the row is not about anything that the service returned. */
function rawOf({ cells, content }, { columns }) {
    return content === 'item' ? cells[Object.keys(columns).length] : undefined;
}

;// CONCATENATED MODULE: ./src/remediation/plan.ts






/**
 * Collects what the rules of a policy change, as mailboxes pass. Only violations that fail or warn are changed: never an
 * exempt, known or inconclusive one, and nothing in a mailbox of which a report could not be read.
 */
class PlanCollector {
    #changes = new Map();
    /** Violations that `set` does not correct, because the settings have these values already. */
    ineffective = 0;
    /** Violations in inbox rules that Graph does not let anybody change. */
    readOnly = 0;
    /** Violations that cannot be corrected, because Exchange Online does not show the property or the id of the mailbox. */
    unknown = 0;
    get changes() {
        return [...this.#changes.values()];
    }
    /** Adds the changes of a mailbox. Throws the UserError `SET_CONFLICT`. */
    add(result) {
        if (result.status !== 'ok')
            return;
        for (const report of result.reports) {
            for (const verdict of report.verdict?.rules ?? []) {
                if (verdict.rule.set === undefined)
                    continue;
                for (const row of report.rows)
                    if (isViolated(verdict, report, row))
                        this.#addRow(verdict.rule, row, report, result);
            }
        }
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
        const item = isInboxRule ? (0,display/* cellText */.Ie)(row.cells[0]) : '';
        const changed = settings.map((setting) => this.#addSetting(rule, wholeTimeZone(setting), target, { item, resource }));
        if (!changed.includes(true))
            this.ineffective += 1;
    }
    /** Returns false if the setting has the value already. */
    #addSetting({ id, place }, { path: setting, value: after }, target, { item, resource }) {
        const before = settingIn(resource, setting);
        if (isSame(setting, before, after))
            return false;
        const key = JSON.stringify([targetKey(target), setting]);
        const planned = this.#changes.get(key);
        if (planned === undefined) {
            this.#changes.set(key, { ...target, rules: [id], item, setting, before, after });
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
/** Whether a row violates a rule, neither exempt nor known. */
function isViolated({ findings }, { definition }, { cells, mailbox }) {
    const names = Object.keys(definition.columns);
    const item = definition.rows === undefined ? '' : (0,display/* cellText */.Ie)(cells[0]);
    return findings.some((finding) => {
        if (finding.verdict !== 'fail' && finding.verdict !== 'warn')
            return false;
        const at = names.indexOf(finding.column);
        const found = at === -1 ? mailbox.address : (cells[at] ?? null);
        return finding.item === item && JSON.stringify(finding.found) === JSON.stringify(found);
    });
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
    if (definition.name === 'inbox-rules' || setCmdletOf(definition.name) !== undefined) {
        return objectOf(rawOf(row, definition));
    }
    const settings = reports.find((report) => report.definition.name === 'mailbox-settings');
    return settings === undefined ? undefined : objectOf(rawOf(settings.rows[0], settings.definition));
}
function objectOf(value) {
    return (0,src_json/* isObject */.Gv)(value) ? value : undefined;
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

// EXTERNAL MODULE: external "node:path"
var external_node_path_ = __webpack_require__(76760);
var external_node_path_default = /*#__PURE__*/__webpack_require__.n(external_node_path_);
// EXTERNAL MODULE: ./src/output/files/csv.ts
var csv = __webpack_require__(60093);
;// CONCATENATED MODULE: ./src/remediation/files.ts




/** Writes `plan.csv` and returns its path. Rejects with the UserError `OUTPUT_UNWRITABLE`. */
async function writePlan(folder, changes, { inputs }) {
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
    constructor(folder, { inputs }) {
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

// EXTERNAL MODULE: ./src/output/progress.ts
var progress = __webpack_require__(6262);
// EXTERNAL MODULE: ./src/output/totals/totals.ts
var totals_totals = __webpack_require__(28290);
// EXTERNAL MODULE: ./src/pipeline.ts
var pipeline = __webpack_require__(15165);
// EXTERNAL MODULE: ./src/policy/judge.ts + 4 modules
var policy_judge = __webpack_require__(88371);
// EXTERNAL MODULE: ./src/steps/stages.ts
var stages = __webpack_require__(6436);
// EXTERNAL MODULE: ./src/steps/read.ts + 10 modules
var steps_read = __webpack_require__(36782);
// EXTERNAL MODULE: ./src/steps/source.ts + 1 modules
var source = __webpack_require__(43309);
;// CONCATENATED MODULE: ./src/remediation/make-plan.ts














/**
 * Reads and judges the mailboxes, and returns what the policy changes, sorted. Rejects with a UserError: of the list, the
 * sign-in or Exchange Online, `SET_CONFLICT`, `INCOMPLETE` if no mailbox could be read, or `CANCELLED`.
 */
async function makePlan(context, { tokens, exchangeTokens }) {
    const { core, reports, policy, baseline, started } = context;
    if (policy === undefined)
        throw new Error('a plan without a policy');
    const list = await (0,steps_read/* listMailboxes */.dh)(context);
    const graph = (0,steps_read/* openGraph */.Jn)(context, tokens);
    const adapt = { graph: withRaw, exchange: withRawObject };
    const { reader } = await (0,source/* openSource */.o)(context, list, { graph, exchangeTokens, adapt });
    const judge = (0,policy_judge.compilePolicy)(policy, reports, context.now(), baseline);
    const plan = new PlanCollector();
    const totals = await (0,log/* logGroup */.QT)(core, 'Read the mailboxes', () => (0,pipeline/* runPipeline */.a)({
        source: (0,progress/* logProgress */.s)(context, { reader, waits: () => graph.limiter.throttling.waits, total: list.length }),
        reports,
        stages: [(0,stages/* policyStage */.D)(judge)],
        totals: new totals_totals/* Totals */.s(reports, judge.newTally(), started),
        sinks: [plan],
    }));
    const { read, unreadable, total } = totals.mailboxes;
    core.info((0,log/* logText */.kc)(`Read ${(0,numbers/* count */.U9)(read)} of ${(0,numbers/* counted */.hS)(total, 'mailbox', 'mailboxes')}`));
    if (context.signal.aborted) {
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
        (0,src_context/* warn */.R)(context, `${(0,numbers/* counted */.hS)(unreadable, 'mailbox', 'mailboxes')} could not be read and will not be changed.`);
    }
    (0,conclude/* warnOfPolicy */.eb)(context, judge);
    warnOfUncorrected(context, plan);
    return sortedChanges(plan.changes);
}
function warnOfUncorrected(context, { readOnly, ineffective, unknown }) {
    if (readOnly > 0) {
        const rules = (0,numbers/* counted */.hS)(readOnly, 'violating inbox rule is', 'violating inbox rules are');
        (0,src_context/* warn */.R)(context, `${rules} read-only and cannot be changed through Graph. Ask the owners to delete them in Outlook.`);
    }
    if (ineffective > 0) {
        const found = (0,numbers/* counted */.hS)(ineffective, 'violation is', 'violations are');
        (0,src_context/* warn */.R)(context, `${found} not corrected by "set": the settings have these values already.`);
    }
    if (unknown > 0) {
        const found = (0,numbers/* counted */.hS)(unknown, 'violation is', 'violations are');
        (0,src_context/* warn */.R)(context, `${found} not corrected: Exchange Online does not show the earlier value, or the id of the mailbox.`);
    }
}

;// CONCATENATED MODULE: ./src/remediation/services/outcome.ts


const UNDONE = ['stale', 'not-verified', 'failed', 'cancelled'];
/** How many changes were not applied. */
function failedCount(counted) {
    return UNDONE.reduce((sum, status) => sum + counted(status), 0);
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
    const named = UNDONE.filter((status) => countOf(status) > 0).map((status) => `${(0,numbers/* count */.U9)(countOf(status))} ${status}`);
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

;// CONCATENATED MODULE: ./src/remediation/outputs.ts
const NAMES = {
    result: true,
    'change-count': true,
    'applied-count': true,
    'failed-count': true,
    'plan-digest': true,
    'output-directory': true,
    'artifact-id': true,
    'artifact-url': true,
    'artifact-digest': true,
};
/** Sets outputs as soon as they are known. */
function setRemediationOutputs(core, outputs) {
    for (const [name, value] of Object.entries(outputs))
        core.setOutput(name, value);
}
/** A core without the outputs of the report action, which its steps set when they sign in and read. */
function withOwnOutputs(core) {
    return {
        ...core,
        setOutput: (name, value) => {
            if (Object.hasOwn(NAMES, name))
                core.setOutput(name, value);
        },
    };
}

// EXTERNAL MODULE: ./src/auth/app-roles.ts
var app_roles = __webpack_require__(62045);
// EXTERNAL MODULE: ./src/auth/sign-in.ts + 7 modules
var auth_sign_in = __webpack_require__(20972);
;// CONCATENATED MODULE: ./src/exchange/allowed-cmdlets.ts

/**
 * The cmdlets that the token may run, in lower case. Undefined if Exchange Online does not say: the interface is not
 * documented, so a caller must work without the answer. Rejects as the client does.
 */
async function allowedCmdlets(client) {
    const { status, json } = await client.exportedCmdlets();
    const value = (0,src_json/* property */.MZ)(json, 'value');
    if (status !== 200 || !Array.isArray(value))
        return undefined;
    const names = value.flatMap((module) => {
        const exported = (0,src_json/* property */.MZ)(module, 'exportedCmdlets');
        return typeof exported === 'string' ? exported.split(',') : [];
    });
    const found = names.map((name) => name.trim().toLowerCase()).filter((name) => name !== '');
    return found.length === 0 ? undefined : new Set(found);
}

// EXTERNAL MODULE: ./src/exchange/denied.ts
var denied = __webpack_require__(65990);
// EXTERNAL MODULE: ./src/steps/exchange.ts + 17 modules
var steps_exchange = __webpack_require__(13483);
;// CONCATENATED MODULE: ./src/remediation/permission.ts









const WRITING = 'MailboxSettings.ReadWrite';
/**
 * Rejects with the UserError `WRITE_DENIED` if the application may not change what the run is about, as far as the tokens
 * and Exchange Online say so.
 */
async function requireWritePermission(context, { tokens, exchangeTokens }) {
    if (context.reports.some(definition/* isGraphReport */.xg))
        await requireGraphPermission(context, tokens);
    if (exchangeTokens !== undefined)
        await requireCmdlets(context, exchangeTokens);
}
/** Only warns if the token has no app role: RBAC for Applications in Exchange Online grants permissions that no token contains. */
async function requireGraphPermission(context, tokens) {
    const { roles } = await tokens.get();
    if (roles === undefined || (0,app_roles/* covers */.hU)(roles, WRITING))
        return;
    const hint = `Add ${WRITING} to the application that writes under API permissions > Microsoft Graph > Application permissions, and ` +
        `let an administrator grant consent there or at ${(0,auth_sign_in/* consentUrl */.CH)(context.inputs)} .`;
    if (roles.length > 0) {
        throw new errors/* UserError */.yo('WRITE_DENIED', `The token has only the app roles ${roles.join(', ')}: ${WRITING} is missing.`, {
            hint,
        });
    }
    (0,src_context/* warn */.R)(context, `The token has no app role: ${WRITING} is missing. ${hint} Ignore this warning if RBAC for Applications in Exchange Online grants it.`);
}
/** Exchange Online shows only the cmdlets that a role of the application includes. */
async function requireCmdlets(context, exchangeTokens) {
    const needed = context.reports.flatMap(({ name }) => setCmdletOf(name) ?? []);
    const [first] = needed;
    if (first === undefined)
        return;
    const hint = (0,denied/* grantHint */._s)(first, context.inputs.clientId);
    const { roles } = await exchangeTokens.get();
    if (roles !== undefined && !roles.includes(denied/* APP_ROLE */.py)) {
        throw new errors/* UserError */.yo('WRITE_DENIED', `The token for Exchange Online has no ${denied/* APP_ROLE */.py}.`, { hint });
    }
    const allowed = await allowedCmdlets((0,steps_exchange/* openExchange */.E9)(context, exchangeTokens).client).catch((error) => {
        if (error instanceof errors/* UserError */.yo || context.signal.aborted)
            throw error;
        // An interface without documentation must not stop a run: a write that is refused says so.
        return undefined;
    });
    const missing = needed.find((cmdlet) => allowed?.has(cmdlet.toLowerCase()) === false);
    if (missing === undefined)
        return;
    throw new errors/* UserError */.yo('WRITE_DENIED', `Exchange Online does not let the application run ${missing}: a role is missing.`, {
        hint: (0,denied/* grantHint */._s)(missing, context.inputs.clientId),
    });
}

// EXTERNAL MODULE: ./src/exchange/command.ts
var command = __webpack_require__(12788);
;// CONCATENATED MODULE: ./src/remediation/services/exchange.ts



const READING = {
    'Set-Mailbox': 'Get-Mailbox',
    'Set-CASMailbox': 'Get-CASMailbox',
};
/** Reads and changes properties of mailboxes by the cmdlets of Exchange Online. `signal` ends requests. */
function exchangeService(requests, signal) {
    const guarded = async (action) => {
        try {
            return await action();
        }
        catch (error) {
            return signal.aborted ? { status: 'cancelled', error: '' } : { status: 'failed', error: (0,errors/* describeError */.Uc)(error) };
        }
    };
    return {
        read: (target, settings) => guarded(async () => {
            const { cmdlet, identity } = exchangeTarget(target);
            const select = ['Guid', ...settings];
            const command = { cmdlet: READING[cmdlet], parameters: { Identity: identity }, select };
            return propertiesIn(await requests.run(command), identity, settings);
        }),
        write: (target, values) => guarded(async () => {
            const { cmdlet, identity } = exchangeTarget(target);
            const outcome = await requests.write({ cmdlet, parameters: { Identity: identity, ...values }, select: [] });
            return outcome.kind === 'read' ? { status: 'ok', value: {} } : failureOf(outcome);
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
function failureOf(outcome) {
    const { error } = outcome;
    if (outcome.kind === 'denied')
        return { status: 'access-denied', error };
    return { status: outcome.kind === 'expired' ? 'failed' : outcome.status, error };
}

// EXTERNAL MODULE: ./src/mailboxes/mailbox.ts
var mailbox = __webpack_require__(6404);
;// CONCATENATED MODULE: ./src/remediation/services/graph.ts


/** Reads and PATCHes the settings of mailboxes and inbox rules through Graph. */
function graphService(context, access) {
    const send = async (target, body) => {
        const list = new mailbox/* MailboxListBuilder */.i();
        list.add({ address: target.address, file: '', line: 0 });
        const reader = (0,steps_read/* openReader */.cE)(context, list.build([]), [resourceQuery(target, body)], access);
        for await (const [answer] of reader.read()) {
            const result = answer?.results[0];
            if (result !== undefined)
                return result;
        }
        throw new Error('a request has no result');
    };
    return { read: (target) => send(target), write: send };
}
function resourceQuery({ inboxRule }, body) {
    const path = inboxRule === undefined ? 'mailboxSettings' : `mailFolders/inbox/messageRules/${encodeURIComponent(inboxRule)}`;
    return {
        version: 'v1.0',
        path,
        ...(body === undefined ? {} : { body }),
        newCollector: () => {
            let resource = {};
            return {
                onPage: (page) => {
                    resource = page;
                    return [];
                },
                result: () => resource,
            };
        },
    };
}

;// CONCATENATED MODULE: ./src/remediation/services/open.ts




/**
 * Opens the services for changes. A cancelled run completes the change that is under way, so requests end at the deadline
 * of the run instead of its signal.
 *
 * @param exchangeTokens undefined if no target is in Exchange Online
 */
function openService(context, { tokens, exchangeTokens }) {
    const untilDeadline = { ...context, signal: context.deadline };
    const graph = graphService(untilDeadline, (0,steps_read/* openGraph */.Jn)(untilDeadline, tokens));
    if (exchangeTokens === undefined)
        return graph;
    const { requests } = (0,steps_exchange/* openExchange */.E9)(untilDeadline, exchangeTokens);
    const exchange = exchangeService(requests, context.deadline);
    const serviceOf = (target) => (target.exchange === undefined ? graph : exchange);
    return {
        read: (target, settings) => serviceOf(target).read(target, settings),
        write: (target, values) => serviceOf(target).write(target, values),
    };
}

// EXTERNAL MODULE: ./src/output/summary/markdown.ts
var markdown = __webpack_require__(72777);
;// CONCATENATED MODULE: ./src/remediation/summary.ts




const summary_MAX_CHANGES = 100;
const LONGEST_CELL = 120;
/** The job summary in GitHub's Markdown. With `counts`, no mailbox is named. */
function remediationSummary(summary, detail) {
    const { outcome, mode, changes, digest, statuses, warnings, artifact, place } = summary;
    const { result, reason } = outcome;
    const start = [
        `## Mailbox Report: ${mode} ${result}\n\n`,
        reason === undefined ? '' : `**${(0,markdown/* markdownText */.p7)(reason.message)}** ${(0,markdown/* markdownText */.p7)(reason.hint)}\n\n`,
        `${(0,numbers/* counted */.hS)(changes.length, 'change', 'changes')} planned.\n\n`,
        changes.length > 0 && mode === 'plan' ? `Plan digest: ${(0,markdown/* markdownCode */.D9)(digest)}\n\n` : '',
        statuses.length === 0
            ? ''
            : (0,markdown/* markdownTable */.Qj)(['Status', 'Changes'], statuses.map(([name, number]) => [name, (0,numbers/* count */.U9)(number)])),
        ...warnings.map((warning) => `- Warning: ${(0,markdown/* markdownText */.p7)(warning, 500)}\n`),
        artifact === undefined
            ? `- On the runner: ${(0,markdown/* markdownCode */.D9)(place)}\n\n`
            : `- Artifact: ${(0,markdown/* markdownLink */.iQ)(artifact.name, artifact.url)}\n\n`,
    ].join('');
    const tables = detail === 'counts' ? '' : changeTables(changes);
    return Buffer.byteLength(start + tables) < summary_summary/* MAX_SUMMARY_BYTES */.Q0 ? start + tables : start;
}
/** The first changes, in a table for each rule. */
function changeTables(changes) {
    const shown = Map.groupBy(changes.slice(0, summary_MAX_CHANGES), ({ rules }) => rules.join('; '));
    const tables = [...shown].map(([rules, ofRule]) => {
        const rows = ofRule.map(({ address, item, setting, before, after }) => [
            (0,markdown/* markdownCode */.D9)(address),
            (0,markdown/* markdownText */.p7)(item === '' ? setting : `${item}: ${setting}`, LONGEST_CELL),
            (0,markdown/* markdownText */.p7)((0,display/* cellText */.Ie)(before), LONGEST_CELL),
            (0,markdown/* markdownText */.p7)((0,display/* cellText */.Ie)(after), LONGEST_CELL),
        ]);
        return `### ${(0,markdown/* markdownText */.p7)(rules)}\n\n${(0,markdown/* markdownTable */.Qj)(['Mailbox', 'Setting', 'Before', 'After'], rows, false)}`;
    });
    const more = changes.length - summary_MAX_CHANGES;
    return tables.join('') + (more > 0 ? `and ${(0,numbers/* count */.U9)(more)} more: see plan.csv\n` : '');
}

;// CONCATENATED MODULE: ./src/remediation/run.ts























const STATUSES = ['applied', 'unchanged', 'stale', 'not-verified', 'failed', 'cancelled'];
/**
 * Runs the remediate action: plans, applies or undoes changes. Returns whether the step fails. Never rejects: what was
 * changed is written, uploaded and summarised, and exactly one error says why the step fails.
 */
function remediate(env, dependencies, observer) {
    return (0,guarded/* guarded */.N)(env, dependencies, async (all) => {
        const own = { ...all, core: withOwnOutputs(all.core) };
        const { reason } = await run(await remediationContext(env, own, observer));
        return { fails: reason !== undefined };
    });
}
async function run(context) {
    const { core, inputs, env } = context;
    const { mode } = inputs;
    const visibility = (0,repository_visibility/* isPublicRepository */.G)(env, context);
    const signedIn = await (0,sign_in/* signIn */.Jv)(context);
    if (mode !== 'plan')
        await requireWritePermission(context, signedIn);
    const changes = context.undone === undefined ? await makePlan(context, signedIn) : inverted(context.undone);
    const digest = plan_planDigest(changes);
    const folder = await (0,output_directory/* openOutputDirectory */.R9)(inputs.outputDirectory, env);
    setRemediationOutputs(core, { 'output-directory': folder, 'change-count': changes.length, 'plan-digest': digest });
    core.info(`Plan: ${(0,numbers/* counted */.hS)(changes.length, 'change', 'changes')}, digest ${digest}`);
    const planned = await writePlan(folder, changes, context);
    context.observer?.onPlan(changes, digest);
    if (await visibility)
        (0,conclude/* warnOfVisibility */.Kw)(context);
    const { outcome, files, countOf } = await perform(context, {
        changes,
        digest,
        folder,
        service: () => openService(context, signedIn),
    });
    return deliverOutcome(context, { outcome, changes, digest, folder, countOf, files: [planned, ...files] });
}
/** Applies the plan, if the mode and the checks allow it. */
async function perform(context, { changes, digest, folder, service }) {
    const { mode, planDigest: approved, maxChanges } = context.inputs;
    const none = { files: [], countOf: () => 0 };
    if (changes.length === 0)
        return { ...none, outcome: { result: 'unchanged', reason: undefined } };
    if (mode === 'plan')
        return { ...none, outcome: { result: 'planned', reason: undefined } };
    if (mode === 'apply' && digest !== approved) {
        return { ...none, outcome: { result: 'stale', reason: planChanged(digest) } };
    }
    if (changes.length > maxChanges) {
        return { ...none, outcome: { result: 'error', reason: tooManyChanges(changes.length, maxChanges) } };
    }
    return applyPlan(context, changes, { folder, service });
}
/** Applies changes. A record that cannot be written stops it; the files of what was done are kept. */
async function applyPlan(context, changes, { folder, service }) {
    const files = new AppliedFiles(folder, context);
    const countOf = (status) => files.count(status);
    let unwritable;
    try {
        await (0,log/* logGroup */.QT)(context.core, context.inputs.mode === 'undo' ? 'Undo the changes' : 'Apply the changes', () => applyChanges(changes, {
            service: service(),
            signal: context.signal,
            onWrite: (written) => files.beforeWrite(written),
            onDone: async (done) => {
                await files.add(done);
                context.observer?.onDone(done);
                for (const each of done)
                    context.core.info((0,log/* logText */.kc)(appliedLine(each)));
            },
        }));
    }
    catch (error) {
        if (!(error instanceof errors/* UserError */.yo))
            throw error;
        unwritable = error;
    }
    finally {
        await files.close();
    }
    setRemediationOutputs(context.core, { 'applied-count': countOf('applied'), 'failed-count': failedCount(countOf) });
    const outcome = unwritable === undefined ? appliedOutcome(countOf) : stoppedOutcome(countOf, unwritable);
    return { outcome, files: files.paths, countOf };
}
function appliedLine({ change, status, error }) {
    const [before, after] = [change.before, change.after].map((value) => (0,display/* shortened */.vI)((0,display/* cellText */.Ie)(value), 80) || 'blank');
    return `${change.address} ${change.setting}: ${before} -> ${after}: ${[status, error].filter((part) => part !== '').join('. ')}`;
}
/** Uploads the files, writes the job summary and reports why the step fails. */
async function deliverOutcome(context, delivery) {
    const { core, inputs, env, warnings } = context;
    const { changes, digest, folder, files, countOf } = delivery;
    const { outcome, artifact } = await upload(context, delivery.outcome, { folder, files });
    setRemediationOutputs(core, { result: outcome.result });
    if (inputs.summary !== 'none') {
        const statuses = STATUSES.flatMap((status) => (countOf(status) > 0 ? [[status, countOf(status)]] : []));
        const summary = { outcome, mode: inputs.mode, changes, digest, statuses, warnings, artifact, place: folder };
        await (0,summary_summary/* writeStepSummary */.oG)(core, env, remediationSummary(summary, inputs.summary));
    }
    if (outcome.reason !== undefined)
        (0,annotations/* annotateError */.TF)(core, outcome.reason);
    core.info((0,log/* logText */.kc)(`Result: ${outcome.result}. Files: ${artifact?.url ?? folder}`));
    return outcome;
}
/** A failed upload is an error only if the changes themselves are not: the files stay on the runner. */
async function upload(context, outcome, { folder, files }) {
    const { artifactName: name } = context.inputs;
    if (name === undefined)
        return { outcome, artifact: undefined };
    return (0,log/* logGroup */.QT)(context.core, `Upload the artifact ${name}`, async () => {
        try {
            const artifact = await uploadWithNewName(context, name, { files, rootDirectory: folder, place: folder });
            (0,outputs/* setOutputs */.n0)(context.core, (0,outputs/* artifactOutputs */.Fz)(artifact));
            return { outcome, artifact };
        }
        catch (error) {
            if (!(error instanceof errors/* UserError */.yo))
                throw error;
            return {
                outcome: outcome.reason === undefined ? { result: 'error', reason: error } : outcome,
                artifact: undefined,
            };
        }
    });
}
const MAX_NAMES = 20;
/**
 * Uploads the files under the name, or the name and a number if the run has such an artifact: a plan and its apply are often
 * jobs of one run, and the undo.json of an earlier attempt must not be replaced.
 */
async function uploadWithNewName(context, base, files) {
    for (let number = 1;; number += 1) {
        const name = number === 1 ? base : `${base}-${number}`;
        try {
            return await (0,deliver/* uploadArtifact */.mz)(context, { name, ...files, keepEarlier: true });
        }
        catch (error) {
            const isTaken = error instanceof errors/* UserError */.yo && error.code === 'ARTIFACT_NAME_TAKEN';
            if (!isTaken || number === MAX_NAMES)
                throw error;
        }
    }
}
/** Changes back, the last one first. */
function inverted(changes) {
    return changes.map((change) => ({ ...change, before: change.after, after: change.before })).reverse();
}
function planChanged(digest) {
    return new errors/* UserError */.yo('PLAN_CHANGED', `The plan differs from the approved one. Its digest is now ${digest}. Nothing was changed.`, {
        hint: 'Settings, the list or the policy changed after the approval. Review the new plan.csv and approve it.',
    });
}
function tooManyChanges(changes, most) {
    return new errors/* UserError */.yo('PLAN_TOO_LARGE', `The plan has ${(0,numbers/* counted */.hS)(changes, 'change', 'changes')}; "max-changes" allows ${most}. Nothing was changed.`, {
        hint: 'Check that the policy is right. Then raise "max-changes", or shorten the mailbox list.',
    });
}


/***/ }),

/***/ 26971:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   s: () => (/* binding */ readWorkspaceFile)
/* harmony export */ });
/* harmony import */ var node_fs_promises__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(51455);
/* harmony import */ var node_fs_promises__WEBPACK_IMPORTED_MODULE_0___default = /*#__PURE__*/__webpack_require__.n(node_fs_promises__WEBPACK_IMPORTED_MODULE_0__);
/* harmony import */ var node_path__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(76760);
/* harmony import */ var node_path__WEBPACK_IMPORTED_MODULE_1___default = /*#__PURE__*/__webpack_require__.n(node_path__WEBPACK_IMPORTED_MODULE_1__);
/* harmony import */ var _errors_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(83916);
/* harmony import */ var _text_did_you_mean_js__WEBPACK_IMPORTED_MODULE_5__ = __webpack_require__(63180);
/* harmony import */ var _near_file_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(71198);
/* harmony import */ var _paths_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(28545);






const MAX_BYTES = 16 * 1024 * 1024;
/**
 * Reads a file of the workspace whole. Throws a UserError of the given code if the file is missing, unreadable, no
 * regular file, too large or outside the workspace, also through a symbolic link.
 */
async function readWorkspaceFile(file, folder, wanted) {
    const { code, noun, input, maxBytes = MAX_BYTES } = wanted;
    const workspace = await (0,_paths_js__WEBPACK_IMPORTED_MODULE_4__/* .openWorkspace */ .OH)(folder);
    const outside = () => new _errors_js__WEBPACK_IMPORTED_MODULE_2__/* .UserError */ .yo(code, `The ${noun} ${file} is outside the workspace.`, {
        hint: `"${input}" takes paths relative to the root of the repository. Copy the file there.`,
    });
    const shown = (0,_paths_js__WEBPACK_IMPORTED_MODULE_4__/* .pathInWorkspace */ .ep)(file, workspace);
    if (shown === undefined)
        throw outside();
    try {
        const { kind, size } = await (0,_paths_js__WEBPACK_IMPORTED_MODULE_4__/* .statInWorkspace */ .Ng)(shown, workspace);
        if (kind === 'missing')
            throw await notFound(shown, workspace.root, wanted);
        const realPath = await (0,_paths_js__WEBPACK_IMPORTED_MODULE_4__/* .realPathInWorkspace */ .WP)(shown, workspace);
        if (realPath === undefined)
            throw outside();
        if (kind === 'file' && size <= maxBytes)
            return { bytes: await (0,node_fs_promises__WEBPACK_IMPORTED_MODULE_0__.readFile)(realPath), shown };
        throw new _errors_js__WEBPACK_IMPORTED_MODULE_2__/* .UserError */ .yo(code, `The ${noun} ${shown || file} is ${kind === 'file' ? 'too large' : 'not a regular file'}.`, {
            hint: `Set "${input}" to the path of the file itself.`,
        });
    }
    catch (error) {
        if (error instanceof _errors_js__WEBPACK_IMPORTED_MODULE_2__/* .UserError */ .yo)
            throw error;
        const reason = (0,_errors_js__WEBPACK_IMPORTED_MODULE_2__/* .systemErrorCode */ .vq)(error);
        throw new _errors_js__WEBPACK_IMPORTED_MODULE_2__/* .UserError */ .yo(code, `The ${noun} ${shown} cannot be read${reason === '' ? '' : ` (${reason})`}.`, {
            hint: 'It must be a regular file that this user may read.',
            place: { file: shown },
            cause: error,
        });
    }
}
async function notFound(shown, root, wanted) {
    const { code, noun, input, names, extensions } = wanted;
    const near = await (0,_near_file_js__WEBPACK_IMPORTED_MODULE_3__/* .nearFile */ .X)(shown, root, extensions);
    const name = (0,_text_did_you_mean_js__WEBPACK_IMPORTED_MODULE_5__/* .didYouMean */ .a)(node_path__WEBPACK_IMPORTED_MODULE_1___default().posix.parse(shown).name, names);
    const meant = near ?? (name === undefined ? undefined : `the built-in ${name}`);
    return new _errors_js__WEBPACK_IMPORTED_MODULE_2__/* .UserError */ .yo(code, `There is no ${noun} ${shown} in the workspace.`, {
        hint: (meant === undefined ? '' : `Did you mean ${meant}? `) +
            `Set "${input}" to its path relative to the root of the repository. In a workflow, commit the file, and run ` +
            'actions/checkout before this action.',
    });
}


/***/ })

};
