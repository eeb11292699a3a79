export const id = 963;
export const ids = [963];
export const modules = {

/***/ 78963:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  openPolicyFile: () => (/* binding */ openPolicyFile),
  readPolicyFile: () => (/* binding */ readPolicyFile)
});

// EXTERNAL MODULE: ./src/yaml/problems.ts
var problems = __webpack_require__(13143);
// EXTERNAL MODULE: ./src/workspace/file.ts
var workspace_file = __webpack_require__(26971);
// EXTERNAL MODULE: ./src/yaml/file.ts
var yaml_file = __webpack_require__(79549);
// EXTERNAL MODULE: ./src/yaml/value.ts
var yaml_value = __webpack_require__(46202);
// EXTERNAL MODULE: ./node_modules/yaml/dist/index.js
var dist = __webpack_require__(38815);
// EXTERNAL MODULE: ./src/mailboxes/address.ts
var address = __webpack_require__(16592);
// EXTERNAL MODULE: ./src/text/display.ts
var display = __webpack_require__(24745);
// EXTERNAL MODULE: ./src/text/did-you-mean.ts
var did_you_mean = __webpack_require__(63180);
// EXTERNAL MODULE: ./src/policy/wildcard.ts
var wildcard = __webpack_require__(12930);
;// CONCATENATED MODULE: ./src/policy/file/exemption-reader.ts






const KEYS = { required: ['rule', 'mailboxes', 'reason', 'owner', 'expires'], optional: [] };
const MOST = 5000;
const LONGEST_REASON = 500;
const LONGEST_OWNER = 200;
/**
 * Reads the exemptions of a policy file. Mistakes are added to the problems.
 *
 * @param ids those of the policy's rules; undefined if the rules are invalid: then every id is accepted
 */
function policyExemptions(value, ids, problems) {
    // An empty key remains after the last exemption was removed.
    if ((0,yaml_value/* isBlank */.z3)(value))
        return [];
    const items = (0,yaml_value/* list */.p_)(value, problems) ?? [];
    if (items.length > MOST) {
        problems.add(value.offset, `There are more than ${MOST} exemptions.`, 'Leave some out.');
        return [];
    }
    const exemptions = items.flatMap((item) => exemptionOf(item, ids, problems) ?? []);
    const patterns = exemptions.reduce((count, { mailboxes }) => count + mailboxes.length, 0);
    if (patterns > MOST) {
        const hint = 'Use patterns such as *@partners.contoso.com, or a "when" in the rule.';
        problems.add(value.offset, `The exemptions name more than ${MOST} mailboxes.`, hint);
    }
    return exemptions;
}
function exemptionOf(item, ids, problems) {
    const keys = (0,yaml_value/* record */.g1)(item, KEYS, problems);
    if (keys === undefined)
        return undefined;
    const rule = (0,yaml_value/* given */.gI)(keys, 'rule', (value) => ruleId(value, ids, problems));
    const mailboxes = (0,yaml_value/* given */.gI)(keys, 'mailboxes', (value) => patternsOf(value, problems));
    const reason = (0,yaml_value/* given */.gI)(keys, 'reason', (value) => (0,yaml_value/* lineOfText */.$T)(value, LONGEST_REASON, problems));
    const owner = (0,yaml_value/* given */.gI)(keys, 'owner', (value) => (0,yaml_value/* lineOfText */.$T)(value, LONGEST_OWNER, problems));
    const expires = (0,yaml_value/* given */.gI)(keys, 'expires', (value) => expiryDate(value, problems));
    if (rule === undefined || mailboxes === undefined || reason === undefined)
        return undefined;
    if (owner === undefined || expires === undefined)
        return undefined;
    return { rule, mailboxes, reason, owner, expires, place: problems.placeOf(item.offset) };
}
function ruleId(value, ids, problems) {
    const id = (0,yaml_value/* text */.Qq)(value, problems);
    if (id === undefined || ids === undefined || ids.includes(id))
        return id;
    const hint = `${(0,did_you_mean/* suggestion */.h)(id, ids)}An exemption names the id of one rule of this file.`;
    problems.add(value.offset, `There is no rule ${(0,display/* shownText */.f$)(id)}.`, hint);
    return undefined;
}
function patternsOf(value, problems) {
    const items = (0,dist/* isSeq */.oP)(value.node) ? (0,yaml_value/* list */.p_)(value, problems) : [value];
    if (items === undefined || items.length === 0) {
        problems.add(value.offset, `${(0,display/* shownText */.f$)(value.name)} has no mailbox.`, 'Name one, or a pattern such as *@contoso.com.');
        return undefined;
    }
    if (items.length > MOST) {
        problems.add(value.offset, `${(0,display/* shownText */.f$)(value.name)} has more than ${MOST} mailboxes.`, 'Use patterns with *.');
        return undefined;
    }
    const patterns = items.map((item) => patternOf(item, problems));
    return patterns.every((pattern) => pattern !== undefined) ? patterns : undefined;
}
function patternOf(value, problems) {
    const pattern = (0,yaml_value/* text */.Qq)(value, problems)?.trim();
    if (pattern === undefined)
        return undefined;
    if (pattern.startsWith('!')) {
        const hint = 'Nothing is taken out of a pattern: name the mailboxes that are meant, or give the rule a "when".';
        problems.add(value.offset, `${(0,display/* shownText */.f$)(value.name)} begins with "!".`, hint);
        return undefined;
    }
    if (canMatch(pattern))
        return { pattern, place: problems.placeOf(value.offset) };
    problems.add(value.offset, `${(0,display/* shownText */.f$)(value.name)} is no address that a mailbox could have, and no pattern of one.`, /[,;\s]/.test(pattern)
        ? 'Write each address as an item of a list.'
        : 'Give an address, or a pattern in which * stands for any characters and ? for one, such as *@contoso.com.');
    return undefined;
}
/** Whether a mailbox can have such an address, by its characters alone. */
function canMatch(pattern) {
    if (!(0,wildcard/* isPattern */.P)(pattern))
        return (0,address/* isMailboxId */.GB)(pattern);
    if (pattern.length > address/* MAX_ADDRESS_LENGTH */.fS || /[\s\p{Cc}\p{Cf}\p{Cs}"<>()[\],;:\\]/u.test(pattern))
        return false;
    return pattern.includes('@') || pattern.includes('*');
}
const DAY = /^(\d{4})-(\d{2})-(\d{2})$/;
/** `2027-1-31`, `2027/01/31`, `31.01.2027`, and with a time of day. The month of 1/2/2027 is ambiguous. */
const YEAR_FIRST = /^(\d{4})[-/.](\d{1,2})[-/.](\d{1,2})(?:[T ].*)?$/;
const DAY_FIRST = /^(\d{1,2})[-/.](\d{1,2})[-/.](\d{4})$/;
/** A day such as 2027-01-31, in quotes or not. Anything else is added to the problems, and gives undefined. */
function expiryDate(value, problems) {
    const written = (0,yaml_value/* scalarText */.ws)(value, problems)?.trim();
    if (written === undefined || isDay(written))
        return written;
    const meant = meantDay(written);
    const [, year, month, day] = DAY.exec(written) ?? [];
    const noSuchDay = year === undefined ? '' : lengthOfMonth(Number(year), Number(month), Number(day));
    problems.add(value.offset, `${(0,display/* shownText */.f$)(value.name)} cannot be ${(0,display/* shownText */.f$)(written)}.`, `${meant === undefined ? noSuchDay : `Did you mean ${meant}? `}Write the last day as year-month-day, such as 2027-01-31.`);
    return undefined;
}
function isDay(text) {
    if (!DAY.test(text))
        return false;
    const time = Date.parse(`${text}T00:00:00Z`);
    return !Number.isNaN(time) && new Date(time).toISOString().startsWith(text);
}
function lengthOfMonth(year, month, day) {
    if (month < 1 || month > 12)
        return `There is no month ${month}. `;
    const days = new Date(Date.UTC(year, month, 0)).getUTCDate();
    return day < 1 ? '' : `That month has ${days} days. `;
}
function meantDay(written) {
    const [, year, month, day] = YEAR_FIRST.exec(written) ?? [];
    if (year !== undefined && month !== undefined && day !== undefined)
        return dayOf(year, month, day);
    const [, first, second, ending] = DAY_FIRST.exec(written) ?? [];
    if (first === undefined || second === undefined || ending === undefined)
        return undefined;
    const days = [dayOf(ending, second, first), dayOf(ending, first, second)].filter((found) => found !== undefined);
    return days.length === 1 || days[0] === days[1] ? days[0] : undefined;
}
function dayOf(year, month, day) {
    const found = `${year}-${month.padStart(2, '0')}-${day.padStart(2, '0')}`;
    return isDay(found) ? found : undefined;
}

// EXTERNAL MODULE: ./src/reports/built-in.ts + 10 modules
var built_in = __webpack_require__(18261);
// EXTERNAL MODULE: ./src/reports/column-schemas.ts
var column_schemas = __webpack_require__(28384);
// EXTERNAL MODULE: external "node:util"
var external_node_util_ = __webpack_require__(57975);
// EXTERNAL MODULE: ./src/yaml/json.ts
var yaml_json = __webpack_require__(20213);
// EXTERNAL MODULE: ./src/policy/file/settings.ts
var settings = __webpack_require__(1708);
;// CONCATENATED MODULE: ./src/policy/file/set-reader.ts






/**
 * The settings under a rule's `set`. Settings that cannot be written, and values that the service does not accept, are
 * added to the problems.
 *
 * @param report the rule's report; undefined if it is unknown: then nothing is checked
 */
function ruleSettings(value, report, problems) {
    const found = (0,yaml_value/* mapping */.pq)(value, problems);
    if (found === undefined || report === undefined)
        return [];
    const writable = (0,settings/* writableSettings */.m)(report.name);
    if (writable === undefined) {
        const hint = `Only rules about ${settings/* WRITABLE_REPORTS */.$.join(', ')} can have "set". Remove it here.`;
        problems.add(value.offset, `Settings of the report ${report.name} cannot be changed.`, hint);
        return [];
    }
    if (found.entries.size === 0) {
        const names = namesIn(writable, '');
        problems.add(value.offset, `${(0,display/* shownText */.f$)(value.name)} names no setting.`, `Add one of ${names.join(', ')}.`);
    }
    return settingsIn(value, '', writable, problems);
}
function settingsIn(value, around, writable, problems) {
    const entries = [...((0,yaml_value/* mapping */.pq)(value, problems)?.entries.values() ?? [])];
    return entries.flatMap((entry) => {
        const path = around === '' ? entry.key : `${around}.${entry.key}`;
        if (Object.hasOwn(writable, path))
            return settingOf(entry.value, path, writable, problems);
        if (Object.keys(writable).some((known) => known.startsWith(`${path}.`))) {
            return settingsIn(entry.value, path, writable, problems);
        }
        addUnknown(entry, around, writable, problems);
        return [];
    });
}
function settingOf(value, path, writable, problems) {
    const json = (0,yaml_json/* jsonValue */.IL)(value, problems);
    const type = writable[path];
    if (json === undefined || type === undefined)
        return [];
    if (type.accepts(json))
        return [{ path, value: json }];
    const hint = `${typeof json === 'string' ? (0,did_you_mean/* suggestion */.h)(json, type.choices ?? []) : ''}Use ${type.expected}.`;
    problems.add(value.offset, `${(0,display/* shownText */.f$)(value.name)} cannot be ${(0,yaml_json/* shownJson */.oB)(json)}.`, hint);
    return [];
}
function addUnknown({ key, keyOffset }, around, writable, problems) {
    const start = around === '' ? '' : `${around}.`;
    const names = namesIn(writable, start);
    const hint = `${(0,did_you_mean/* suggestion */.h)(key, names)}The settings here are: ${names.join(', ')}.`;
    problems.add(keyOffset, `${(0,display/* shownText */.f$)(start + key)} is not a setting that can be changed.`, hint);
}
/** The names at one level. `start`: the path above them with a dot, or ''. */
function namesIn(writable, start) {
    const inside = Object.keys(writable).filter((path) => path.startsWith(start));
    return [...new Set(inside.map((path) => path.slice(start.length).split('.')[0] ?? ''))];
}
/**
 * Adds to the problems each rule that sets a property to another value than an earlier rule whose `when` includes the same
 * mailboxes: no mailbox could comply with both.
 */
function addSetConflicts(rules, problems) {
    for (const [at, { rule, offset }] of rules.entries()) {
        for (const { rule: earlier } of rules.slice(0, at)) {
            const setting = sameMailboxes(earlier, rule) ? conflict(earlier, rule) : undefined;
            if (setting === undefined)
                continue;
            problems.add(offset, `The rules "${earlier.id}" and "${rule.id}" set ${setting} to different values.`, 'Set the same value in both, or limit each rule to different mailboxes under "when".');
            break;
        }
    }
}
/** Where a rule has no `when`, or both have the same, all mailboxes of one are mailboxes of the other. */
function sameMailboxes(one, other) {
    const isInboxRules = ({ report }) => report === 'inbox-rules';
    if (isInboxRules(one) !== isInboxRules(other))
        return false;
    const unlimited = [one, other].some(({ when }) => Object.keys(when).length === 0);
    return unlimited || (0,external_node_util_.isDeepStrictEqual)(one.when, other.when);
}
function conflict({ set = [] }, other) {
    return set.find(({ path, value }) => other.set?.some((setting) => setting.path === path && !(0,external_node_util_.isDeepStrictEqual)(setting.value, value)))?.path;
}

;// CONCATENATED MODULE: ./src/policy/file/rule-reader.ts






const rule_reader_KEYS = {
    required: ['id', 'expect'],
    optional: ['title', 'report', 'severity', 'when', 'set', 'help'],
};
const SEVERITIES = ['error', 'warning'];
const USUAL_REPORT = 'mailbox-settings';
const rule_reader_MOST = 500;
const LONGEST_TITLE = 200;
const LONGEST_ADDRESS = 2000;
/** Ids are joined with `; ` in a cell, and are part of URLs and file names. */
const ID = /^[A-Za-z0-9][A-Za-z0-9._-]{0,99}$/;
/** An http or https URL without user name and password: https://www.rfc-editor.org/rfc/rfc3986#appendix-A */
const PAGE = /^https?:\/\/(?![/?#]|[^/?#]*@)[A-Za-z0-9\-._~:/?#[\]@!$&'()*+,;=%]+$/;
/** Reads the rules of a policy file. Mistakes are added to the problems. */
function policyRules(value, { reports, complete }, problems) {
    const items = (0,yaml_value/* list */.p_)(value, problems);
    if (items === undefined)
        return { rules: [], ids: undefined };
    if (items.length > rule_reader_MOST)
        problems.add(value.offset, `There are more than ${rule_reader_MOST} rules.`, 'Leave some out.');
    else if (items.length === 0) {
        problems.add(value.offset, '"rules" has no rule.', 'Add one: it has an id, and columns under "expect".');
    }
    const known = new Map([...built_in/* builtInReports */.v, ...reports.map((report) => [report.name, report])]);
    const ids = new Map();
    const setting = [];
    const rules = items.slice(0, rule_reader_MOST).flatMap((item) => ruleOf(item, { known, complete, ids, setting, problems }) ?? []);
    addSetConflicts(setting, problems);
    return { rules, ids: [...ids.values()] };
}
function ruleOf(item, { known, complete, ids, setting, problems }) {
    const keys = (0,yaml_value/* record */.g1)(item, rule_reader_KEYS, problems);
    if (keys === undefined)
        return undefined;
    const id = (0,yaml_value/* given */.gI)(keys, 'id', (value) => idOf(value, ids, problems));
    const title = keys.entries.has('title')
        ? (0,yaml_value/* given */.gI)(keys, 'title', (value) => (0,yaml_value/* lineOfText */.$T)(value, LONGEST_TITLE, problems))
        : id;
    const severity = (0,yaml_value/* given */.gI)(keys, 'severity', (value) => (0,yaml_value/* oneOf */.yL)(value, SEVERITIES, problems)) ?? 'error';
    const report = keys.entries.has('report')
        ? (0,yaml_value/* given */.gI)(keys, 'report', (value) => reportOf(value, { known, complete, problems }))
        : known.get(USUAL_REPORT);
    const reports = [...known.values()];
    const when = (0,yaml_value/* given */.gI)(keys, 'when', (value) => (0,column_schemas/* columnSchemas */.V)(value, { report, reports }, problems)) ?? {};
    const expect = (0,yaml_value/* given */.gI)(keys, 'expect', (value) => (0,column_schemas/* columnSchemas */.V)(value, { report, reports }, problems));
    const set = (0,yaml_value/* given */.gI)(keys, 'set', (value) => ruleSettings(value, report, problems));
    const help = (0,yaml_value/* given */.gI)(keys, 'help', (value) => helpOf(value, problems));
    if (id === undefined || title === undefined || report === undefined || expect === undefined)
        return undefined;
    const place = problems.placeOf(item.offset);
    const rule = { id, report: report.name, title, severity, when, expect, set, help, place };
    if (set !== undefined)
        setting.push({ rule, offset: keys.entries.get('set')?.keyOffset ?? item.offset });
    return rule;
}
function idOf(value, ids, problems) {
    const id = (0,yaml_value/* text */.Qq)(value, problems);
    if (id === undefined)
        return undefined;
    const folded = id.toLowerCase();
    const taken = ids.get(folded);
    if (!ID.test(id)) {
        const meant = id
            .trim()
            .replace(/[^A-Za-z0-9._-]+/g, '-')
            .replace(/^[^A-Za-z0-9]+|[^A-Za-z0-9]+$/g, '')
            .slice(0, 100);
        const hint = `${meant === '' ? '' : `Did you mean "${meant}"? `}Use up to 100 letters, digits, hyphens, dots and underscores, such as no-external-replies.`;
        problems.add(value.offset, `${(0,display/* shownText */.f$)(value.name)} cannot be ${(0,display/* shownText */.f$)(id)}.`, hint);
    }
    else if (taken !== undefined) {
        const hint = 'Give each rule an id of its own; case does not count.';
        problems.add(value.offset, `There is a rule ${(0,display/* shownText */.f$)(taken)} already.`, hint);
    }
    if (taken === undefined)
        ids.set(folded, id);
    return id;
}
function reportOf(value, { known, complete, problems }) {
    const name = (0,yaml_value/* text */.Qq)(value, problems);
    const report = name === undefined ? undefined : known.get(name);
    // The problems of the report file are reported for that file.
    if (name === undefined || report !== undefined || !complete)
        return report;
    problems.add(value.offset, `There is no report ${(0,display/* shownText */.f$)(name)}.`, (0,did_you_mean/* suggestion */.h)(name.replace(/^.*[/\\]|\.ya?ml$/gi, ''), known.keys()) +
        `The reports are: ${[...known.keys()].join(', ')}. One of your own must be named in the input "report" by its ` +
        'file, and here by the "name" in it.');
    return undefined;
}
function helpOf(value, problems) {
    const address = (0,yaml_value/* text */.Qq)(value, problems);
    if (address === undefined)
        return undefined;
    if (address.length <= LONGEST_ADDRESS && PAGE.test(address) && URL.canParse(address))
        return address;
    const meant = address.replace(/^(?=[\w-]+(?:\.[\w-]+)+(?:\/|$))/, 'https://');
    const hint = meant !== address && PAGE.test(meant) && URL.canParse(meant) ? `Did you mean ${meant}? ` : '';
    problems.add(value.offset, `${(0,display/* shownText */.f$)(value.name)} cannot be ${(0,display/* shownText */.f$)(address)}.`, `${hint}Give the whole address of a page, beginning with https://, percent-encoded and without a password.`);
    return undefined;
}

;// CONCATENATED MODULE: ./src/policy/file/policy-file.ts




const policy_file_KEYS = { required: ['rules'], optional: ['exemptions'] };
/**
 * Parses a policy file.
 *
 * @param content its text, or its bytes
 * @param file its path relative to the workspace, with forward slashes
 * @param reports those of the run; rules may also be about built-in ones
 * @param complete false if a report file could not be read: then a rule may be about an unknown report
 */
function parsePolicyFile(content, file, reports, complete = true) {
    const read = (0,yaml_file/* readYaml */.gM)((0,yaml_file/* parseYaml */.hN)(content, file), (root, problems) => policyOf(root, file, { reports, complete }, problems));
    return read.ok ? { ok: true, policy: read.value } : read;
}
function policyOf(root, file, reports, problems) {
    const keys = (0,yaml_value/* record */.g1)(root, policy_file_KEYS, problems);
    if (keys === undefined)
        return undefined;
    const { rules, ids } = (0,yaml_value/* given */.gI)(keys, 'rules', (value) => policyRules(value, reports, problems)) ?? {
        rules: [],
        ids: undefined,
    };
    const exemptions = (0,yaml_value/* given */.gI)(keys, 'exemptions', (value) => policyExemptions(value, ids, problems)) ?? [];
    return { file, rules, exemptions };
}

;// CONCATENATED MODULE: ./src/policy/file/open.ts



/**
 * Reads a policy file of the workspace. Rejects with the UserError `POLICY_FILE`, which names the place of the first mistake
 * and the number of others, or says that the workspace has no such file.
 *
 * @param file path relative to the workspace, or absolute within it
 * @param workspace absolute path of the repository's checkout
 * @param reports those of the run; rules may also be about built-in ones
 */
async function readPolicyFile(file, workspace, reports) {
    const read = await openPolicyFile(file, workspace, reports);
    if (read.ok)
        return read.policy;
    throw (0,problems/* problemsError */.$)('POLICY_FILE', read.problems);
}
/**
 * Like `readPolicyFile`, but returns all mistakes. Rejects with the UserError `POLICY_FILE` only if the file cannot be opened.
 *
 * @param complete false if a report file could not be read: then a rule may be about an unknown report
 */
async function openPolicyFile(file, workspace, reports, complete = true) {
    const { bytes, shown } = await (0,workspace_file/* readWorkspaceFile */.s)(file, workspace, {
        code: 'POLICY_FILE',
        noun: 'policy file',
        input: 'policy',
        extensions: ['yml', 'yaml'],
        names: [],
    });
    return parsePolicyFile(bytes, shown, reports, complete);
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


/***/ }),

/***/ 12930:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   P: () => (/* binding */ isPattern),
/* harmony export */   X: () => (/* binding */ wildcard)
/* harmony export */ });
/** Whether the text of an exemption contains a wildcard. */
function isPattern(text) {
    return text.includes('*') || text.includes('?');
}
/**
 * Whether an address matches a pattern, in which `*` stands for any characters, none among them, and `?` for one. Case
 * does not count. A match takes at most as many steps as the lengths of pattern and address multiplied, since after a
 * mismatch only the last `*` takes one character more; as a regular expression, a pattern of many `*` would take for ever.
 */
function wildcard(pattern) {
    const wanted = pattern.toLowerCase();
    const ending = wanted.slice(Math.max(wanted.lastIndexOf('*'), wanted.lastIndexOf('?')) + 1);
    return (address) => {
        const text = address.toLowerCase();
        return text.endsWith(ending) && matches(text, wanted);
    };
}
function matches(text, pattern) {
    let at = 0;
    let next = 0;
    let star = -1;
    let afterStar = 0;
    while (at < text.length) {
        const wanted = pattern[next];
        if (wanted === '*') {
            star = next;
            afterStar = at;
            next += 1;
        }
        else if (wanted === '?') {
            at += widthAt(text, at);
            next += 1;
        }
        else if (wanted === text[at]) {
            at += 1;
            next += 1;
        }
        else if (star === -1) {
            return false;
        }
        else {
            afterStar += 1;
            at = afterStar;
            next = star + 1;
        }
    }
    while (pattern[next] === '*')
        next += 1;
    return next === pattern.length;
}
/** A character outside the Basic Multilingual Plane has two code units, and `?` matches both. */
function widthAt(text, at) {
    return (text.codePointAt(at) ?? 0) > 0xffff ? 2 : 1;
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


/***/ }),

/***/ 79549:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   gM: () => (/* binding */ readYaml),
/* harmony export */   hN: () => (/* binding */ parseYaml)
/* harmony export */ });
/* unused harmony export LARGEST_YAML_FILE */
/* harmony import */ var node_buffer__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(4573);
/* harmony import */ var node_buffer__WEBPACK_IMPORTED_MODULE_0___default = /*#__PURE__*/__webpack_require__.n(node_buffer__WEBPACK_IMPORTED_MODULE_0__);
/* harmony import */ var yaml__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(38815);
/* harmony import */ var _problems_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(13143);
/* harmony import */ var _text_display_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(24745);
/* harmony import */ var _value_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(46202);





/** Reads the values of a parsed file. `read` returns undefined only if it adds a problem. */
function readYaml({ root, problems }, read) {
    const value = root === undefined ? undefined : read(root, problems);
    const [first, ...more] = problems.all();
    if (first !== undefined)
        return { ok: false, problems: [first, ...more] };
    if (value === undefined)
        throw new TypeError('a file gave neither a value nor a problem');
    return { ok: true, value };
}
/** In bytes. The parser takes a minute for some texts of ten times that size. */
const LARGEST_YAML_FILE = 1_000_000;
/** Policies and reports are never nested as deep. */
const DEEPEST = 100;
/** After one syntax error the parser reports many others. */
const SYNTAX_PROBLEMS = 5;
const QUOTE_IT = 'Put a value into quotes that begins with one of & * ! @ % | > ` [ { or that holds ": " or " #".';
/**
 * Parses a YAML 1.2 file (https://yaml.org/spec/1.2.2) of one document. What YAML has beyond plain values is refused:
 * aliases, which make much of little, anchors, tags and directives. A byte order mark does no harm.
 *
 * @param content its text, or its bytes, which must be UTF-8
 * @param file its path relative to the workspace, with forward slashes
 */
function parseYaml(content, file) {
    if (Buffer.byteLength(content) > LARGEST_YAML_FILE)
        return tooLarge(file);
    const text = (typeof content === 'string' ? content : new TextDecoder().decode(content)).replace(/^\ufeff/, '');
    if (typeof content !== 'string' && !(0,node_buffer__WEBPACK_IMPORTED_MODULE_0__.isUtf8)(content)) {
        return unreadable({ text, file, offset: Math.max(text.indexOf('\ufffd'), 0) }, 'The file is not UTF-8.', 'Save it as UTF-8; in PowerShell, write it with -Encoding utf8.');
    }
    const control = text.search(/(?![\t\n\r\u0085])\p{Cc}/u);
    if (control !== -1) {
        const hint = 'Remove it, or write it as an escape such as \\t in double quotes.';
        return unreadable({ text, file, offset: control }, 'There is a control character here.', hint);
    }
    const problems = new _problems_js__WEBPACK_IMPORTED_MODULE_2__/* .FileProblems */ .j(text, file);
    const root = rootOf(text, problems);
    return { problems, root: root === undefined ? undefined : { node: root, offset: root.range[0], name: '' } };
}
function tooLarge(file) {
    return unreadable({ text: '', file, offset: 0 }, 'The file is larger than 1 MB.', 'Leave out what is not needed, or split the file.');
}
function unreadable({ text, file, offset }, message, hint) {
    const problems = new _problems_js__WEBPACK_IMPORTED_MODULE_2__/* .FileProblems */ .j(text, file);
    problems.add(offset, message, hint);
    return { problems, root: undefined };
}
function rootOf(text, problems) {
    // Whether keys are unique is looked at below: the parser would compare each key with every other.
    const { contents, errors } = (0,yaml__WEBPACK_IMPORTED_MODULE_1__/* .parseDocument */ .Tp)(text, { uniqueKeys: false, prettyErrors: false, logLevel: 'error' });
    for (const error of errors.slice(0, SYNTAX_PROBLEMS))
        addSyntaxProblem(error, problems);
    if (errors.length > 0)
        return undefined;
    const directive = text.slice(0, contents?.range[0] ?? text.length).search(/^%/m);
    if (directive !== -1) {
        problems.add(directive, 'There is a YAML directive here.', 'Remove the line: the file is read as YAML 1.2.');
        return undefined;
    }
    if (contents === null || ((0,yaml__WEBPACK_IMPORTED_MODULE_1__/* .isScalar */ .jn)(contents) && contents.value === null && contents.source === '')) {
        problems.add(0, 'The file is empty.', 'Fill it, or name another file.');
        return undefined;
    }
    return isPlain(contents, problems) ? contents : undefined;
}
/** Rewords messages of the parser that an author of the file would not understand. */
function addSyntaxProblem({ code, message, pos: [offset] }, problems) {
    if (code === 'MULTIPLE_DOCS') {
        problems.add(offset, 'A second document begins here.', 'Keep one document a file, without lines of "---" between.');
    }
    else if (code === 'RESOURCE_EXHAUSTION') {
        addTooDeep(offset, problems);
    }
    else if (code === 'TAB_AS_INDENT') {
        problems.add(offset, 'A line is indented with a tab.', 'Indent with spaces.');
    }
    else {
        const cut = (0,_text_display_js__WEBPACK_IMPORTED_MODULE_4__/* .shownText */ .f$)(message).slice(1, -1);
        const hint = `Look at the indentation, and for a ":" or a quote that is missing. ${QUOTE_IT}`;
        problems.add(offset, `This is not YAML: ${cut}.`, hint);
    }
}
function addTooDeep(offset, problems) {
    problems.add(offset, 'Values are nested too deep here.', `Nest them at most ${DEEPEST} deep.`);
}
/** Looks at every node once, without recursion. Says whether there is nothing but plain values; repeated keys are added. */
function isPlain(root, problems) {
    let plain = true;
    const pending = [{ node: root, depth: 0 }];
    const add = (node, depth) => {
        if (node !== null)
            pending.push({ node, depth });
    };
    for (let next = pending.pop(); next !== undefined; next = pending.pop()) {
        const { node, depth } = next;
        if (depth > DEEPEST) {
            addTooDeep(node.range[0], problems);
            return false;
        }
        if (isRefused(node, problems))
            plain = false;
        if ((0,yaml__WEBPACK_IMPORTED_MODULE_1__/* .isMap */ .jh)(node)) {
            addRepeatedKeys(node, problems);
            for (const { key, value } of node.items) {
                add(key, depth + 1);
                add(value, depth + 1);
            }
        }
        else if ((0,yaml__WEBPACK_IMPORTED_MODULE_1__/* .isSeq */ .oP)(node)) {
            for (const item of node.items)
                add(item, depth + 1);
        }
    }
    return plain;
}
function isRefused(node, problems) {
    const what = refusedIn(node);
    if (what === undefined)
        return false;
    problems.add(node.range[0], `There is ${what} here, which this file cannot have.`, `Write the value out. ${QUOTE_IT}`);
    return true;
}
function refusedIn(node) {
    if ((0,yaml__WEBPACK_IMPORTED_MODULE_1__/* .isAlias */ .Vj)(node))
        return `an alias (${(0,_text_display_js__WEBPACK_IMPORTED_MODULE_4__/* .shownText */ .f$)(`*${node.source}`)})`;
    if (node.tag !== undefined)
        return `a tag (${(0,_text_display_js__WEBPACK_IMPORTED_MODULE_4__/* .shownText */ .f$)(node.tag)})`;
    return node.anchor === undefined ? undefined : `an anchor (${(0,_text_display_js__WEBPACK_IMPORTED_MODULE_4__/* .shownText */ .f$)(`&${node.anchor}`)})`;
}
function addRepeatedKeys({ items }, problems) {
    const seen = new Set();
    for (const { key } of items) {
        const text = (0,_value_js__WEBPACK_IMPORTED_MODULE_3__/* .keyText */ .Pu)(key);
        if (text === undefined)
            continue;
        if (seen.has(text))
            problems.add(key.range[0], `The key ${(0,_text_display_js__WEBPACK_IMPORTED_MODULE_4__/* .shownText */ .f$)(text)} is repeated.`, 'Keep one of them.');
        seen.add(text);
    }
}


/***/ }),

/***/ 13143:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   $: () => (/* binding */ problemsError),
/* harmony export */   j: () => (/* binding */ FileProblems)
/* harmony export */ });
/* harmony import */ var yaml__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(38815);
/* harmony import */ var _errors_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(83916);


/** A crafted file can have half a million. */
const MOST = 100;
/** Collects up to a hundred mistakes of a file, so that all can be corrected at once. */
class FileProblems {
    file;
    length;
    lines = new yaml__WEBPACK_IMPORTED_MODULE_0__/* .LineCounter */ .HN();
    found = [];
    /** @param file its path relative to the workspace, with forward slashes */
    constructor(text, file) {
        this.file = file;
        this.length = text.length;
        this.lines.addNewLine(0);
        for (let end = text.indexOf('\n'); end !== -1; end = text.indexOf('\n', end + 1))
            this.lines.addNewLine(end + 1);
    }
    /** @param offset in UTF-16 code units, as editors count columns */
    add(offset, message, hint) {
        if (this.found.length >= MOST)
            return;
        const within = this.within(offset);
        this.found.push({ offset: within, problem: { place: this.placeOf(within), message, hint } });
    }
    /** The place of a character. */
    placeOf(offset) {
        const { line, col: column } = this.lines.linePos(this.within(offset));
        return { file: this.file, line, column };
    }
    /** How many problems were added, up to the limit. */
    get count() {
        return this.found.length;
    }
    /** In the file's order. */
    all() {
        return this.found.toSorted((a, b) => a.offset - b.offset).map(({ problem }) => problem);
    }
    within(offset) {
        return Math.min(Math.max(offset, 0), this.length);
    }
}
/** One error for all problems of a file: the first, with its place, and how many others there are. */
function problemsError(code, problems) {
    const [{ message, hint, place }, ...more] = problems;
    const { file, line, column } = place;
    const others = more.length === 0 ? '' : ` (${more.length} more ${more.length === 1 ? 'problem follows' : 'problems follow'})`;
    const text = `${file}, line ${line}, column ${column}: ${message.replace(/\.$/, '')}${others}.`;
    return new _errors_js__WEBPACK_IMPORTED_MODULE_1__/* .UserError */ .yo(code, text, { hint, place });
}


/***/ })

};
