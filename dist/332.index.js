export const id = 332;
export const ids = [332];
export const modules = {

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
            return { exemption, daysLeft, inForce: daysLeft >= 0, names, covered: 0, missed: 0, mayCover: false };
        });
        this.#byRule = Map.groupBy(this.#entries, ({ exemption }) => exemption.rule);
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
        return this.#entries.map(({ exemption, daysLeft, inForce, covered, missed, mayCover }) => ({
            exemption,
            daysLeft,
            expired: !inForce,
            endsSoon: endsSoon(daysLeft),
            covered,
            missed,
            usage: covered + missed > 0 ? 'in-use' : mayCover ? 'unknown' : 'unused',
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
    const wanted = pattern.toLowerCase();
    const escaped = wanted.replace(/[\\^$.|+()[\]{}]/g, String.raw `\$&`);
    const compiled = (0,_schema_pattern_js__WEBPACK_IMPORTED_MODULE_0__/* .compilePattern */ .Eb)(`(?s)^${escaped.replaceAll('*', '.*').replaceAll('?', '.')}$`);
    const ending = wanted.slice(Math.max(wanted.lastIndexOf('*'), wanted.lastIndexOf('?')) + 1);
    return (address) => {
        const text = address.toLowerCase();
        return text.endsWith(ending) && compiled.test(text);
    };
}


/***/ }),

/***/ 89332:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  checkPolicyFile: () => (/* binding */ checkPolicyFile)
});

// UNUSED EXPORTS: POLICY, parsePolicyFile

// EXTERNAL MODULE: ./src/files/fields.ts
var fields = __webpack_require__(59682);
// EXTERNAL MODULE: ./src/files/workspace.ts
var files_workspace = __webpack_require__(79622);
// EXTERNAL MODULE: ./src/files/yaml-file.ts + 1 modules
var yaml_file = __webpack_require__(25948);
// EXTERNAL MODULE: ./src/mailboxes/address.ts
var address = __webpack_require__(16592);
// EXTERNAL MODULE: ./src/text/did-you-mean.ts
var did_you_mean = __webpack_require__(63180);
// EXTERNAL MODULE: ./src/text/display.ts
var display = __webpack_require__(24745);
// EXTERNAL MODULE: ./src/policy/exemptions.ts
var exemptions = __webpack_require__(82680);
;// CONCATENATED MODULE: ./src/policy/file/exemption-reader.ts





const MOST = 5000;
/** Characters that a mailbox address can have, with an `@` unless it is a pattern. */
const PATTERN = /^\s*(?=\S*[@*])[^\s\p{Cc}\p{Cf}\p{Cs}"<>()[\],;:\\]+\s*$/u;
const MAILBOX = {
    schema: { type: 'string', maxLength: address/* MAX_ADDRESS_LENGTH */.fS, pattern: PATTERN.source },
    read: (value) => {
        const pattern = value.text()?.trim();
        if (pattern === undefined)
            return undefined;
        if (pattern.startsWith('!')) {
            const hint = 'Nothing is taken out of a pattern: name the mailboxes that are meant, or give the rule a "when".';
            return value.reject('begins with "!".', hint);
        }
        const fits = (0,exemptions/* isPattern */.Pt)(pattern)
            ? pattern.length <= address/* MAX_ADDRESS_LENGTH */.fS && PATTERN.test(pattern)
            : (0,address/* isMailboxId */.GB)(pattern);
        if (fits)
            return { pattern, place: value.problems.placeOf(value.offset) };
        return value.reject('is no address that a mailbox could have, and no pattern of one.', /[,;\s]/.test(pattern)
            ? 'Write each address as an item of a list.'
            : 'Give an address, or a pattern in which * stands for any characters and ? for one, such as *@contoso.com.');
    },
};
/** `2027-01-31`. */
const DAY = /^\s*([0-9]{4})-(0[1-9]|1[0-2])-(0[1-9]|[12][0-9]|3[01])\s*$/;
const EXPIRY = { schema: { type: 'string', pattern: DAY.source }, read: expiryDate };
const EXEMPTION = (0,fields/* record */.g1)({
    rule: {
        is: fields/* anyText */.Ae,
        required: true,
        description: 'The id of a rule of this file.',
        examples: ['no-external-replies'],
    },
    mailboxes: {
        is: (0,fields/* oneOrMore */.h9)(MAILBOX, {
            noun: 'mailbox',
            maxItems: MOST,
            hint: `Name 1 to ${MOST}, or a pattern such as *@contoso.com.`,
        }),
        required: true,
        description: 'Addresses, or patterns in which * stands for any characters and ? for one. Case-insensitive. Put a pattern that starts with * into quotes.',
        examples: [['ceo@contoso.com', '*@partners.contoso.com']],
    },
    reason: {
        is: (0,fields/* line */.n8)(500),
        required: true,
        description: 'Why the mailboxes are exempt, in one line.',
        examples: ['Board decision 2026-11'],
    },
    owner: {
        is: (0,fields/* line */.n8)(200),
        required: true,
        description: 'Who is responsible for the exemption.',
        examples: ['messaging@contoso.com'],
    },
    expires: {
        is: EXPIRY,
        required: true,
        description: 'The last day on which the exemption applies, in UTC.',
        examples: ['2027-01-31'],
    },
});
const ITEMS = (0,fields/* list */.p_)(EXEMPTION, { noun: 'exemption', maxItems: MOST, hint: 'Leave some out.' });
/** The exemptions of a policy file. An empty key remains after the last exemption was removed. */
const EXEMPTIONS = {
    schema: { ...ITEMS.schema, type: ['array', 'null'] },
    read: (value) => value,
};
/**
 * Reads the exemptions of a policy file.
 *
 * @param ids those of the policy's rules; undefined if the rules are invalid: then every id is accepted
 */
function policyExemptions(value, ids) {
    const items = value.isBlank ? [] : (ITEMS.read(value) ?? []);
    const exemptions = items.flatMap((found) => {
        const [rule, mailboxes] = [found.get('rule'), found.get('mailboxes')];
        const [reason, owner, expires] = [found.get('reason'), found.get('owner'), found.get('expires')];
        if (rule !== undefined && ids?.includes(rule) === false) {
            const hint = `${(0,did_you_mean/* suggestion */.h)(rule, ids)}An exemption names the id of one rule of this file.`;
            found.valueOf('rule')?.report(`There is no rule ${(0,display/* shownText */.f$)(rule)}.`, hint);
        }
        if (rule === undefined || mailboxes === undefined || reason === undefined)
            return [];
        if (owner === undefined || expires === undefined)
            return [];
        return [{ rule, mailboxes, reason, owner, expires, place: value.problems.placeOf(found.value.offset) }];
    });
    const patterns = exemptions.reduce((count, { mailboxes }) => count + mailboxes.length, 0);
    if (patterns > MOST) {
        const hint = 'Use patterns such as *@partners.contoso.com, or a "when" in the rule.';
        value.report(`The exemptions name more than ${MOST} mailboxes.`, hint);
    }
    return exemptions;
}
/** `2027-1-31`, `2027/01/31`, `31.01.2027`, and with a time of day. The month of 1/2/2027 is ambiguous. */
const YEAR_FIRST = /^(\d{4})[-/.](\d{1,2})[-/.](\d{1,2})(?:[T ].*)?$/;
const DAY_FIRST = /^(\d{1,2})[-/.](\d{1,2})[-/.](\d{4})$/;
/** A day such as 2027-01-31, in quotes or not. */
function expiryDate(value) {
    const written = value.scalarText()?.trim();
    if (written === undefined || isDay(written))
        return written;
    const meant = meantDay(written);
    const [, year, month, day] = YEAR_FIRST.exec(written) ?? [];
    const noSuchDay = year === undefined ? '' : lengthOfMonth(Number(year), Number(month), Number(day));
    return value.reject(`cannot be ${(0,display/* shownText */.f$)(written)}.`, `${meant === undefined ? noSuchDay : `Did you mean ${meant}? `}Write the last day as year-month-day, such as 2027-01-31.`);
}
function isDay(text) {
    return DAY.test(text) && new Date(`${text}T00:00:00Z`).toISOString().startsWith(text);
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

// EXTERNAL MODULE: ./src/reports/built-in.ts + 11 modules
var built_in = __webpack_require__(33278);
// EXTERNAL MODULE: ./src/reports/column-schemas.ts
var column_schemas = __webpack_require__(28384);
// EXTERNAL MODULE: ./src/policy/finding-message.ts
var finding_message = __webpack_require__(25341);
// EXTERNAL MODULE: external "node:util"
var external_node_util_ = __webpack_require__(57975);
// EXTERNAL MODULE: ./src/json.ts
var json = __webpack_require__(8301);
// EXTERNAL MODULE: ./src/reports/columns.ts
var columns = __webpack_require__(33096);
// EXTERNAL MODULE: ./src/reports/conditions.ts
var conditions = __webpack_require__(213);
// EXTERNAL MODULE: ./src/reports/expressions/evaluation.ts
var evaluation = __webpack_require__(53881);
// EXTERNAL MODULE: ./src/schema/relative-dates.ts
var relative_dates = __webpack_require__(64043);
;// CONCATENATED MODULE: ./src/policy/file/set-checks.ts






/**
 * Adds to the problems each rule that its own `set` does not satisfy, and each that sets a property to another value than an earlier
 * rule about the same mailboxes, or undoes what an earlier rule sets: no mailbox could comply with both.
 */
function addSetProblems(rules) {
    const reports = new Map(rules.map(({ report }) => [report.name, report]));
    const readers = new Map();
    const compared = rules.map((one) => {
        const { rule, report } = one;
        const [when, expect] = [columnChecks(rule.when, report, readers), columnChecks(rule.expect, report, readers)];
        const limit = when.length === 0 ? '' : JSON.stringify(rule.when, sortedMembers);
        const parts = new Map([...reports].map(([name, other]) => [name, partOf(rule, other)]));
        return { ...one, when, expect, limit, parts };
    });
    for (const [at, one] of compared.entries()) {
        const { rule, set } = one;
        const column = violatedColumn(one, one);
        if (column !== undefined) {
            const hint = `Set what "expect" accepts, or correct ${column} under "expect".`;
            set.value.report(`The "set" of the rule "${rule.id}" does not satisfy its ${column}.`, hint, set.keyOffset);
        }
        for (const earlier of compared.slice(0, at)) {
            const conflict = conflictOf(earlier, one);
            if (conflict === undefined)
                continue;
            set.value.report(`The rules "${earlier.rule.id}" and "${rule.id}" ${conflict}.`, 'Set the same value in both, or limit each rule to different mailboxes under "when".', set.keyOffset);
            break;
        }
    }
}
function conflictOf(earlier, one) {
    const same = sameMailboxes(earlier, one);
    const setting = same ? otherValue(earlier.rule, one.rule) : undefined;
    if (setting !== undefined)
        return `set ${setting} to different values`;
    const [back, forth] = [violatedColumn(earlier, one), violatedColumn(one, earlier)];
    const column = back ?? forth;
    const isConflict = same ? column !== undefined : back !== undefined && forth !== undefined;
    return isConflict ? `undo each other: what one sets violates ${column} of the other` : undefined;
}
/** Where a rule has no `when`, or both have the same, all mailboxes of one are mailboxes of the other. */
function sameMailboxes(one, other) {
    const isInboxRules = ({ rule }) => rule.report === 'inbox-rules';
    if (isInboxRules(one) !== isInboxRules(other))
        return false;
    return one.limit === '' || other.limit === '' || one.limit === other.limit;
}
function sortedMembers(_name, value) {
    return (0,json/* isObject */.Gv)(value) ? Object.fromEntries(Object.entries(value).sort()) : value;
}
function otherValue({ set = [] }, other) {
    return set.find(({ path, value }) => other.set?.some((setting) => setting.path === path && !(0,external_node_util_.isDeepStrictEqual)(setting.value, value)))?.path;
}
/**
 * The column of a rule that the `set` of a rule violates for certain; undefined if there is none. Of another rule, `when` must be met
 * for certain, unless both are about the same mailboxes.
 */
function violatedColumn(setting, judged) {
    const part = setting.parts.get(judged.report.name);
    if (part === undefined)
        return undefined;
    const needsAll = setting !== judged && !sameMailboxes(setting, judged);
    for (const check of judged.when) {
        const result = check.resultOf(part, 'met');
        if (result === 'unmet' || (needsAll && result === 'unknown'))
            return undefined;
    }
    return judged.expect.find((check) => check.resultOf(part, 'unmet') === 'unmet')?.column;
}
/** Undefined if the report reads another object. */
function partOf({ report: own, set = [] }, report) {
    const replies = 'automatic-replies';
    const isSettings = (name) => name === 'mailbox-settings' || name === replies;
    if (own !== report.name && !(isSettings(own) && isSettings(report.name)))
        return undefined;
    const object = set.reduce((whole, { path, value }) => (0,json/* withValueAt */.h7)(whole, path.split('.'), value), {});
    if (report.name !== replies)
        return { object, rows: new Map() };
    const ofReplies = object.automaticRepliesSetting;
    return { object: (0,json/* isObject */.Gv)(ofReplies) ? ofReplies : {}, rows: new Map() };
}
function columnChecks(schemas, report, readers) {
    return Object.entries(schemas).map(([column, schema]) => {
        const key = `${report.name} ${column}`;
        const read = readers.get(key) ?? rowReader(column, report);
        readers.set(key, read);
        const isTimed = !(0,external_node_util_.isDeepStrictEqual)((0,relative_dates/* resolveDates */.EX)(schema, 0), (0,relative_dates/* resolveDates */.EX)(schema, 1e12));
        if (isTimed)
            return { column, resultOf: () => 'unknown' };
        const [condition] = (0,conditions/* compileConditions */.am)({ [column]: schema }, ofColumn(column, report), 0);
        return {
            column,
            resultOf: (part, certain) => {
                const row = read(part);
                return condition === undefined || row === undefined ? 'unknown' : (0,conditions/* resultOf */.Bg)(condition, row, certain);
            },
        };
    });
}
/** A column that depends on the time, the tenant or the list is never read. */
function rowReader(column, report) {
    const expression = Object.hasOwn(report.columns, column) ? report.columns[column] : undefined;
    const isOpen = expression === undefined || /\b(?:external|unresolved|plain_text|replies_active)\(/.test(expression);
    if (isOpen)
        return () => undefined;
    const read = (0,columns/* compileColumns */.hC)(ofColumn(column, report));
    return ({ object, rows }) => {
        if (rows.has(column))
            return rows.get(column);
        let row;
        try {
            const cells = read(object, new evaluation/* EvaluationContext */.kK());
            row = { mailbox: { address: '', file: '', line: 1 }, status: 'ok', error: '', content: 'item', ...cells };
        }
        catch (error) {
            // A report that cannot read the part alone says nothing about it.
            if (!(error instanceof Error))
                throw error;
        }
        rows.set(column, row);
        return row;
    };
}
function ofColumn(column, report) {
    const columns = { [column]: report.columns[column] ?? '' };
    return { ...report, columns, inconclusive: undefined, keepsObject: undefined };
}

// EXTERNAL MODULE: ./node_modules/yaml/dist/index.js
var dist = __webpack_require__(38815);
// EXTERNAL MODULE: ./src/files/yaml-json.ts
var yaml_json = __webpack_require__(57835);
// EXTERNAL MODULE: ./src/policy/file/settings.ts
var file_settings = __webpack_require__(1708);
;// CONCATENATED MODULE: ./src/policy/file/set-reader.ts






/**
 * The settings under a rule's `set`, or under columns of the rule that they correct. Settings that cannot be written, and values that
 * the service does not accept, are added to the problems.
 *
 * @param report the rule's report; undefined if it is unknown: then nothing is checked
 * @param columns those under `expect`
 */
function ruleSettings(value, report, columns) {
    const entries = value.entries();
    if (entries === undefined || report === undefined)
        return [];
    const writable = (0,file_settings/* writableSettings */.m)(report.name);
    if (writable === undefined) {
        const hint = `Only rules about ${file_settings/* WRITABLE_REPORTS */.$.join(', ')} can have "set". Remove it here.`;
        value.report(`Settings of the report ${report.name} cannot be changed.`, hint);
        return [];
    }
    if (entries.length === 0)
        value.reject('names no setting.', `Add one of ${namesIn(writable, '').join(', ')}.`);
    const settings = entries.flatMap((entry) => {
        // A property of Exchange Online can have the name of a column, but is never a mapping.
        if (!columns.includes(entry.key) || !(0,dist/* isMap */.jh)(entry.value.node))
            return settingsIn([entry], '', writable);
        return settingsIn(entry.value.entries() ?? [], '', writable).map((setting) => ({ ...setting, column: entry.key }));
    });
    const twice = settings.find(({ path, value: one }, at) => settings.slice(0, at).some((earlier) => earlier.path === path && !(0,external_node_util_.isDeepStrictEqual)(earlier.value, one)));
    if (twice !== undefined)
        value.report(`${twice.path} has two values.`, 'Set the same value under each column.');
    const [start, end] = ['startTime', 'endTime'].map((name) => settings.find(({ path }) => path === `workingHours.${name}`));
    if (typeof start?.value === 'string' && typeof end?.value === 'string' && start.value > end.value) {
        value.report('workingHours start after they end.', 'Graph refuses this. Set an "endTime" after "startTime".');
    }
    return settings;
}
/** @param start the path above the entries with a dot, or '' */
function settingsIn(entries, start, writable) {
    return entries.flatMap(({ key, keyOffset, value }) => {
        const path = `${start}${key}`;
        if (Object.hasOwn(writable, path))
            return settingOf(value, path, writable);
        const inside = `${path}.`;
        if (Object.keys(writable).some((known) => known.startsWith(inside))) {
            return settingsIn(value.entries() ?? [], inside, writable);
        }
        const names = namesIn(writable, start);
        const hint = `${(0,did_you_mean/* suggestion */.h)(key, names)}The settings here are: ${names.join(', ')}.`;
        value.report(`${(0,display/* shownText */.f$)(path)} is not a setting that can be changed.`, hint, keyOffset);
        return [];
    });
}
function settingOf(value, path, writable) {
    const json = (0,yaml_json/* jsonValue */.IL)(value);
    const type = writable[path];
    if (json === undefined || type === undefined)
        return [];
    if (type.accepts(json))
        return [{ path, value: json }];
    const hint = `${typeof json === 'string' ? (0,did_you_mean/* suggestion */.h)(json, type.choices ?? []) : ''}Use ${type.expected}.`;
    value.reject(`cannot be ${(0,yaml_json/* shownJson */.oB)(json)}.`, hint);
    return [];
}
/** The names at one level. */
function namesIn(writable, start) {
    const inside = Object.keys(writable).filter((path) => path.startsWith(start));
    return [...new Set(inside.map((path) => path.slice(start.length).split('.')[0] ?? ''))];
}

;// CONCATENATED MODULE: ./src/policy/file/rule-reader.ts








const USUAL_REPORT = 'mailbox-settings';
/** Ids are joined with `; ` in a cell, and are part of URLs and file names. */
const ID = /^[A-Za-z0-9][A-Za-z0-9._-]{0,99}$/;
/** An http or https URL without user name and password: https://www.rfc-editor.org/rfc/rfc3986#appendix-A */
const PAGE = /^https?:\/\/(?![/?#]|[^/?#]*@)[A-Za-z0-9\-._~:/?#[\]@!$&'()*+,;=%]+$/;
const RULE = (0,fields/* record */.g1)({
    id: {
        is: (0,fields/* later */.NU)({ type: 'string', pattern: ID.source }),
        required: true,
        description: 'Names the rule in the CSV, in exemptions and in code scanning. Each id occurs once, ignoring case.',
        examples: ['no-external-replies'],
    },
    title: {
        is: (0,fields/* line */.n8)(200),
        description: 'The requirement in one line, for people. Default: the id.',
        examples: ['Automatic replies stay inside the organization'],
    },
    report: {
        is: (0,fields/* later */.NU)({ type: 'string' }),
        description: 'The report whose rows the rule judges: a built-in report, or the name in a report file that the input report names.',
        default: USUAL_REPORT,
        examples: [...built_in/* builtInReports */.v.keys()],
    },
    severity: {
        is: (0,fields/* choice */.Yq)('error', 'warning'),
        description: 'Whether a mailbox that violates the rule fails the step or is only reported.',
        default: 'error',
    },
    when: {
        is: column_schemas/* COLUMN_SCHEMAS */.QH,
        description: 'The rows that the rule applies to: columns, each with a JSON Schema that its cell must meet. Default: every row.',
        examples: [{ UserPurpose: { const: 'user' } }],
    },
    expect: {
        is: column_schemas/* COLUMN_SCHEMAS */.QH,
        required: true,
        description: 'The requirement: columns, each with a JSON Schema that its cell must meet.',
        examples: [{ AutomaticReplyExternalAudience: { enum: ['none', 'contactsOnly'] } }],
    },
    message: {
        is: (0,fields/* line */.n8)(500),
        description: 'A violation as a sentence with columns of the report in braces, shown instead of what was found and expected. Default: the sentence of the built-in column.',
        examples: ['Replies go to {AutomaticReplyExternalAudience}'],
    },
    set: {
        is: (0,fields/* later */.NU)({ type: 'object' }),
        description: "What the remediate action changes a violating mailbox to: a part of Graph's mailboxSettings, `isEnabled: false` of an inbox rule, or parameters of Set-Mailbox (report mailbox-properties) and Set-CASMailbox (report client-access). Only what violating columns need is changed: where a rule expects several columns and a setting changes none of their cells by itself, put it under the column that it corrects.",
        examples: [
            { automaticRepliesSetting: { externalAudience: 'contactsOnly' } },
            { ExternalTargets: { ForwardingSmtpAddress: null, DeliverToMailboxAndForward: false } },
        ],
    },
    help: {
        is: (0,fields/* text */.Qq)({ pattern: PAGE, maxLength: 2000, accepts: (address) => URL.canParse(address), hint: helpHint }),
        description: 'The URL of a page with details.',
        examples: ['https://intranet.contoso.com/mail-policy'],
    },
});
/** The rules of a policy file. */
const RULES = (0,fields/* list */.p_)(RULE, {
    noun: 'rule',
    minItems: 1,
    maxItems: 500,
    hint: 'Write 1 to 500 rules: each has an id, and columns under "expect".',
});
/** Reads the rules of a policy file. `reports` and `complete`: as `checkPolicyFile` has them. `ids`: also those of invalid rules. */
function policyRules(items, reports, complete) {
    const known = new Map([...built_in/* builtInReports */.v, ...reports.map((report) => [report.name, report])]);
    const ids = new Map();
    const setting = [];
    const rules = items.flatMap((keys) => {
        const idValue = keys.get('id');
        const id = idValue && ruleId(idValue, ids);
        const title = keys.valueOf('title') === undefined ? id : keys.get('title');
        const severity = keys.get('severity') ?? 'error';
        const named = keys.get('report');
        const report = named === undefined ? known.get(USUAL_REPORT) : namedReport(named, known, complete);
        const about = { report, reports: [...known.values()] };
        const [whenValue, expectValue, setEntry] = [keys.get('when'), keys.get('expect'), keys.value.entry('set')];
        const when = whenValue && (0,column_schemas/* columnSchemas */.Vo)(whenValue, about);
        const expect = expectValue && (0,column_schemas/* columnSchemas */.Vo)(expectValue, about);
        const set = setEntry && ruleSettings(setEntry.value, report, Object.keys(expect ?? {}));
        const [message, help] = [ruleMessage(keys, about), keys.get('help')];
        if (id === undefined || title === undefined || report === undefined || expect === undefined)
            return [];
        const place = keys.value.problems.placeOf(keys.value.offset);
        const texts = { title, severity, message, help };
        const rule = { id, report: report.name, ...texts, when: when ?? {}, expect, set, place };
        if (setEntry !== undefined)
            setting.push({ rule, report, set: setEntry });
        return [rule];
    });
    addSetProblems(setting);
    return { rules, ids: [...ids.values()] };
}
/** @param ids earlier ids, by their lower case */
function ruleId(value, ids) {
    const id = value.text();
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
        const hint = 'Use up to 100 letters, digits, hyphens, dots and underscores, such as no-external-replies.';
        value.reject(`cannot be ${(0,display/* shownText */.f$)(id)}.`, `${meant === '' ? '' : `Did you mean "${meant}"? `}${hint}`);
    }
    else if (taken !== undefined) {
        const hint = 'Give each rule an id of its own; case does not count.';
        value.report(`There is a rule ${(0,display/* shownText */.f$)(taken)} already.`, hint);
    }
    if (taken === undefined)
        ids.set(folded, id);
    return id;
}
function ruleMessage(keys, about) {
    const [message, value] = [keys.get('message'), keys.valueOf('message')];
    if (message === undefined || value === undefined)
        return undefined;
    for (const column of (0,finding_message/* columnsIn */.Jb)(message))
        (0,column_schemas/* requireColumn */.c4)({ key: column, keyOffset: value.offset, value }, about);
    return message;
}
function namedReport(value, known, complete) {
    const name = value.text();
    const report = name === undefined ? undefined : known.get(name);
    // The problems of the report file are reported for that file.
    if (name === undefined || report !== undefined || !complete)
        return report;
    return value.report(`There is no report ${(0,display/* shownText */.f$)(name)}.`, (0,did_you_mean/* suggestion */.h)(name.replace(/^.*[/\\]|\.ya?ml$/gi, ''), known.keys()) +
        `The reports are: ${[...known.keys()].join(', ')}. One of your own must be named in the input "report" by its ` +
        'file, and here by the "name" in it.');
}
function helpHint(address) {
    const meant = address.replace(/^(?=[\w-]+(?:\.[\w-]+)+(?:\/|$))/, 'https://');
    const hint = meant !== address && PAGE.test(meant) && URL.canParse(meant) ? `Did you mean ${meant}? ` : '';
    return `${hint}Give the whole address of a page, beginning with https://, percent-encoded and without a password.`;
}

;// CONCATENATED MODULE: ./src/policy/file/policy-file.ts





/** The keys of a policy file. */
const POLICY = (0,fields/* record */.g1)({
    rules: { is: RULES, required: true, description: 'The requirements.' },
    exemptions: { is: EXEMPTIONS, description: 'Mailboxes to which a rule does not apply until a day has passed.' },
});
/**
 * Reads a policy file of the workspace. The code of its problems is `POLICY_FILE`.
 *
 * @param file path relative to the workspace, or absolute within it
 * @param reports those of the run; rules may also be about built-in ones
 * @param complete false if a report file could not be read: then a rule may be about an unknown report
 */
function checkPolicyFile(file, workspace, reports, complete = true) {
    const wanted = { code: 'POLICY_FILE', noun: 'policy file', input: 'policy', extensions: ['yml', 'yaml'] };
    return (0,files_workspace/* checkWorkspaceFile */.K$)(file, workspace, wanted, (bytes, shown) => parsePolicyFile(bytes, shown, reports, complete));
}
/** Parses the text or the bytes of a policy file, as `checkPolicyFile` does. `file`: its name in errors. */
function parsePolicyFile(content, file, reports, complete = true) {
    return (0,yaml_file/* readYaml */.g)(content, file, 'POLICY_FILE', (root) => policyOf(root, file, reports, complete));
}
function policyOf(root, file, reports, complete) {
    const keys = POLICY.read(root);
    const items = keys?.get('rules');
    const { rules, ids } = items === undefined ? { rules: [], ids: undefined } : policyRules(items, reports, complete);
    const exemptions = keys?.get('exemptions');
    return { file, rules, exemptions: exemptions === undefined ? [] : policyExemptions(exemptions, ids) };
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


/***/ }),

/***/ 25341:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   Jb: () => (/* binding */ columnsIn),
/* harmony export */   nW: () => (/* binding */ violationMessage),
/* harmony export */   qU: () => (/* binding */ inconclusiveMessage)
/* harmony export */ });
/* harmony import */ var _reports_definition_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(54530);
/* harmony import */ var _text_display_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(24745);
/* harmony import */ var _text_numbers_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(92613);



/** Longest text of a cell in a sentence: a reply, or the conditions of a rule, can have thousands of characters. */
const LONGEST_CELL = 200;
/** A column in braces, and the quote before it. */
const PLACEHOLDER = /("?)\{([^{}]+)\}/g;
/** The columns that a sentence names in braces. */
function columnsIn(sentence) {
    return Array.from(sentence.matchAll(PLACEHOLDER), ([, , name = '']) => name);
}
/**
 * A violation as a sentence on one line, without a full stop, with hidden characters made visible. Columns without a sentence
 * of their own, as in report files: `Zone of "To home" is x@example.com, expected nothing`.
 */
function violationMessage({ message, report, row, item, column, found, expected }) {
    const sentence = message ?? ofColumn(report, column, (0,_text_display_js__WEBPACK_IMPORTED_MODULE_1__/* .cellText */ .Ie)(found));
    if (sentence === undefined) {
        const text = (0,_text_display_js__WEBPACK_IMPORTED_MODULE_1__/* .cellText */ .Ie)(found);
        return `${column}${ofItem(item)} is ${text === '' ? 'blank' : shownCell(text)}, expected ${shownCell(expected)}`;
    }
    const filled = sentence.replace(PLACEHOLDER, (_, quote, name) => {
        const text = shownValue(name, report, row);
        return quote + (text === '' && quote === '' ? 'not set' : text);
    });
    return (0,_text_display_js__WEBPACK_IMPORTED_MODULE_1__/* .visibleLine */ .P8)(filled);
}
/** Why a rule is inconclusive for a row, as `violationMessage`. */
function inconclusiveMessage(columns, item) {
    return `${(0,_text_numbers_js__WEBPACK_IMPORTED_MODULE_2__/* .listed */ .KE)(columns, 'and')}${ofItem(item)} cannot be fully read, so the rule is not decided`;
}
function ofColumn({ sentences = {} }, column, text) {
    const sentence = Object.hasOwn(sentences, column) ? sentences[column] : undefined;
    if (sentence === undefined || typeof sentence === 'string')
        return sentence;
    // As `Spelling` compares enumerations.
    const folded = text.toLowerCase();
    return Object.entries(sentence).find(([cell]) => cell.toLowerCase() === folded)?.[1] ?? sentence['*'];
}
function ofItem(item) {
    return item === '' ? '' : ` of "${shownCell(item)}"`;
}
function shownValue(name, { columns, listColumns }, { mailbox, cells, incomplete }) {
    const listed = listColumns?.get(name);
    if (listed !== undefined)
        return shownCell(mailbox.columns?.[listed] ?? '');
    const at = Object.keys(columns).indexOf(name);
    if (at === -1 && name === _reports_definition_js__WEBPACK_IMPORTED_MODULE_0__/* .MAILBOX_COLUMN */ .aN)
        return shownCell(mailbox.address);
    const value = cells[at] ?? null;
    if (incomplete?.has(at) === true && !(Array.isArray(value) && value.length > 0))
        return 'unknown';
    return shownCell(Array.isArray(value) ? value.map(_text_display_js__WEBPACK_IMPORTED_MODULE_1__/* .cellText */ .Ie).join(', ') : (0,_text_display_js__WEBPACK_IMPORTED_MODULE_1__/* .cellText */ .Ie)(value));
}
function shownCell(text) {
    return (0,_text_display_js__WEBPACK_IMPORTED_MODULE_1__/* .visibleLine */ .P8)((0,_text_display_js__WEBPACK_IMPORTED_MODULE_1__/* .shortened */ .vI)(text, LONGEST_CELL));
}


/***/ }),

/***/ 33096:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   Mt: () => (/* binding */ blankOnes),
/* harmony export */   RI: () => (/* binding */ isEmptyObject),
/* harmony export */   RX: () => (/* binding */ compilePreparation),
/* harmony export */   cQ: () => (/* binding */ wrongTypeFinder),
/* harmony export */   hC: () => (/* binding */ compileColumns),
/* harmony export */   sb: () => (/* binding */ prepared)
/* harmony export */ });
/* harmony import */ var _json_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(8301);
/* harmony import */ var _definition_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(54530);
/* harmony import */ var _expressions_absent_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(45778);
/* harmony import */ var _expressions_evaluation_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(53881);
/* harmony import */ var _expressions_expression_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(14057);





/**
 * Compiles a report's columns. Throws the UserError `EXPRESSION` of an expression that does not parse; the reader throws
 * an Error that names the column if an expression cannot be evaluated on a response, or if its value is too large or, in a
 * built-in report, of another type than the column's. In a report file, such a value is shown, and unknown.
 */
function compileColumns(report) {
    const { inconclusive } = report;
    const columns = Object.entries(report.columns).map(([name, text]) => compileColumn(name, text, report));
    const hidesBlanks = inconclusive === undefined ? undefined : compileNamed('inconclusive', inconclusive);
    const prepare = compilePreparation(report);
    return (answered, context) => {
        const item = prepare(answered, context);
        const found = columns.map((read) => read(item, context));
        const hasUnknownBlanks = isEmptyObject(item) ||
            (report.members !== undefined && found.every(({ cell }) => isBlank(cell))) ||
            (hidesBlanks !== undefined && mayHide(hidesBlanks, item, context));
        const unknown = found.flatMap(({ cell, isUnknown }, at) => isUnknown || (hasUnknownBlanks && isBlank(cell)) ? [at] : []);
        const cells = found.map(({ cell }) => cell);
        const incomplete = unknown.length === 0 ? undefined : new Set(unknown);
        if (report.keepsObject !== true)
            return { cells, incomplete };
        return { cells, incomplete, object: (0,_json_js__WEBPACK_IMPORTED_MODULE_4__/* .isObject */ .Gv)(item) ? (0,_expressions_absent_js__WEBPACK_IMPORTED_MODULE_1__/* .withoutAbsent */ .SV)(item) : item };
    };
}
/**
 * Compiles the one place where an answer becomes what expressions read. A property that the request selects and the answer lacks
 * is unknown, and so is one without a value that `members` says always has one.
 */
function compilePreparation(report) {
    const members = (0,_expressions_absent_js__WEBPACK_IMPORTED_MODULE_1__/* .membersAt */ .n7)({ ...blankOnes(selectedByRequest(report)), ...report.members });
    return (answered, context) => ((0,_json_js__WEBPACK_IMPORTED_MODULE_4__/* .isObject */ .Gv)(answered) ? prepared(answered, members, context) : answered);
}
/** An object of an answer as expressions read it. */
function prepared(item, members, context) {
    const read = (0,_expressions_absent_js__WEBPACK_IMPORTED_MODULE_1__/* .withAbsent */ .gX)(item, members);
    if (read !== item)
        context.hasAbsent = true;
    return read;
}
/** Paths of members that the service may leave blank but not out. */
function blankOnes(paths) {
    return Object.fromEntries(paths.map((path) => [path, 'blank']));
}
/** The properties of a row that the request selects. Objects of Exchange Online with several rows are prepared as a whole. */
function selectedByRequest(report) {
    if ((0,_definition_js__WEBPACK_IMPORTED_MODULE_0__/* .isExchangeReport */ .Uq)(report)) {
        const { rows, properties = [], request, members } = report;
        if (rows !== undefined)
            return properties;
        // Built-in reports say themselves what the organization's settings are.
        return members === undefined ? [...request.select, ...organizationPaths(request)] : request.select;
    }
    if ((0,_definition_js__WEBPACK_IMPORTED_MODULE_0__/* .isDerivedReport */ ._S)(report))
        return [];
    const { rows = 'value', request } = report;
    const names = rows === 'value' ? (request.query?.$select ?? '').split(',') : [];
    return names.map((name) => name.trim()).filter((name) => /^\w+$/.test(name));
}
function organizationPaths({ organization = {} }) {
    const paths = Object.entries(organization).flatMap(([name, { select }]) => ['', ...select.map((property) => `.${property}`)].map((below) => `organization.${name}${below}`));
    return paths.length === 0 ? [] : ['organization', ...paths];
}
function compileColumn(name, text, report) {
    const isBuiltIn = report.members !== undefined;
    const type = (0,_definition_js__WEBPACK_IMPORTED_MODULE_0__/* .columnType */ .DW)(report, name);
    const read = compileNamed(`column ${name}`, text);
    // A report writes the word into a cell that it derives from what the service does not show.
    const mayBeUnknown = text.includes(`'${_definition_js__WEBPACK_IMPORTED_MODULE_0__/* .UNKNOWN */ .HV}'`);
    // The values of an enumeration are documented, so that an unknown one is blank.
    const isEnum = isBuiltIn && type?.enum !== undefined;
    const isExpected = typeCheck(type);
    return (item, context) => {
        const value = read(item, context);
        const unknown = context.takeUnknown();
        const isWord = value === _definition_js__WEBPACK_IMPORTED_MODULE_0__/* .UNKNOWN */ .HV && mayBeUnknown;
        const isOfWrongType = value !== null && !isWord && !isExpected(value);
        if (isOfWrongType && isBuiltIn)
            throw new TypeError(`Column ${name} has a value of the wrong type`);
        const cell = emptyAsNull(value);
        // What a list contains is known, even if it may lack something.
        const isDropped = isWord ? isEnum : unknown === 'absent' && !(Array.isArray(cell) && cell.length > 0);
        return { cell: isDropped ? null : cell, isUnknown: unknown !== undefined || isWord || isOfWrongType };
    };
}
/** Also if the service did not say it. */
function mayHide(hides, item, context) {
    const isHiding = (0,_expressions_expression_js__WEBPACK_IMPORTED_MODULE_3__/* .isTruthy */ .zz)(hides(item, context));
    return context.takeUnknown() !== undefined || isHiding;
}
/** Checks only JSON types, also of the items of a list: Graph may add values to an enumeration. */
function typeCheck({ type, enum: values, items } = {}) {
    const types = Array.isArray(values) ? values.map(jsonType) : type === undefined ? undefined : [type].flat();
    if (types === undefined)
        return () => true;
    const ofItems = (0,_json_js__WEBPACK_IMPORTED_MODULE_4__/* .isObject */ .Gv)(items) ? typeCheck(items) : () => true;
    return (cell) => {
        const found = jsonType(cell);
        const isExpected = types.some((one) => one === found || (one === 'integer' && found === 'number'));
        return isExpected && (!Array.isArray(cell) || cell.every(ofItems));
    };
}
function jsonType(value) {
    if (value === null)
        return 'null';
    return Array.isArray(value) ? 'array' : typeof value;
}
/**
 * Finds the column of a stored row whose cell has another type than a response can give; undefined if there is none. Built-in
 * reports refuse such responses; in a report file with types, such a cell is unknown.
 */
function wrongTypeFinder(report) {
    const { members, columns } = report;
    const checks = Object.keys(columns).map((name) => ({ name, isExpected: typeCheck((0,_definition_js__WEBPACK_IMPORTED_MODULE_0__/* .columnType */ .DW)(report, name)) }));
    return ({ cells, incomplete }) => checks.find(({ isExpected }, at) => {
        const cell = cells[at] ?? null;
        const isUnknown = incomplete?.has(at) === true && (cell === _definition_js__WEBPACK_IMPORTED_MODULE_0__/* .UNKNOWN */ .HV || members === undefined);
        return cell !== null && !isUnknown && !isExpected(cell);
    })?.name;
}
/** Graph returns null for one mailbox and '' for another. Rules see both as blank. */
function emptyAsNull(cell) {
    return cell === '' ? null : cell;
}
/** Whether an object has nothing but OData's annotations. Any one property may be missing, but not all of them. */
function isEmptyObject(item) {
    if (!(0,_json_js__WEBPACK_IMPORTED_MODULE_4__/* .isObject */ .Gv)(item))
        return false;
    for (const key in item) {
        if (!key.startsWith('@odata.') && key !== 'parents' && item[key] !== _expressions_absent_js__WEBPACK_IMPORTED_MODULE_1__/* .ABSENT */ .sj)
            return false;
    }
    return true;
}
function isBlank(cell) {
    return cell === null || cell === _definition_js__WEBPACK_IMPORTED_MODULE_0__/* .UNKNOWN */ .HV || (typeof cell === 'object' && Object.keys(cell).length === 0);
}
function compileNamed(name, text) {
    const expression = (0,_expressions_expression_js__WEBPACK_IMPORTED_MODULE_3__/* .compileExpression */ .Wo)(text);
    return (item, context) => {
        try {
            const value = (0,_expressions_evaluation_js__WEBPACK_IMPORTED_MODULE_2__/* .nullsForAbsent */ .VW)(expression(item, context), context);
            if (typeof value === 'object')
                (0,_expressions_evaluation_js__WEBPACK_IMPORTED_MODULE_2__/* .checkSize */ .C1)(value);
            return value;
        }
        catch (error) {
            throw new Error(`${name} cannot be evaluated on the response`, { cause: error });
        }
    };
}


/***/ }),

/***/ 213:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   Bg: () => (/* binding */ resultOf),
/* harmony export */   Jr: () => (/* binding */ addressMatcher),
/* harmony export */   RP: () => (/* binding */ valueOf),
/* harmony export */   am: () => (/* binding */ compileConditions),
/* harmony export */   compileHighlights: () => (/* binding */ compileHighlights)
/* harmony export */ });
/* harmony import */ var _schema_cell_schema_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(69507);
/* harmony import */ var _schema_expected_text_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(38639);
/* harmony import */ var _schema_relative_dates_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(64043);
/* harmony import */ var _schema_spelling_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(88105);
/* harmony import */ var _definition_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(54530);





/**
 * Throws if the report lacks one of the columns. Conditions of files have been checked for that.
 *
 * @param now what `now` and `today` mean in limits of dates
 */
function compileConditions(columns, report, now) {
    const names = Object.keys(report.columns);
    return Object.entries(columns).map(([column, written]) => {
        const schema = (0,_schema_relative_dates_js__WEBPACK_IMPORTED_MODULE_2__/* .resolveDates */ .EX)(written, now);
        if (column === _definition_js__WEBPACK_IMPORTED_MODULE_4__/* .MAILBOX_COLUMN */ .aN)
            return { column, cell: undefined, ...addressCondition(schema) };
        const listed = report.listColumns?.get(column);
        if (listed !== undefined)
            return { column, cell: undefined, listed, ...cellCondition(schema, new _schema_spelling_js__WEBPACK_IMPORTED_MODULE_3__/* .Spelling */ .Z(undefined)) };
        const cell = names.indexOf(column);
        if (cell === -1)
            throw new Error(`the report ${report.name} has no column ${column}`);
        return { column, cell, ...cellCondition(schema, new _schema_spelling_js__WEBPACK_IMPORTED_MODULE_3__/* .Spelling */ .Z((0,_definition_js__WEBPACK_IMPORTED_MODULE_4__/* .columnType */ .DW)(report, column))) };
    });
}
function blankAsNull(text = '') {
    return text === '' ? null : text;
}
/** The value that a condition is about. */
function valueOf({ cell, listed }, { cells, mailbox }) {
    if (listed !== undefined)
        return blankAsNull(mailbox.columns?.[listed]);
    return cell === undefined ? mailbox.address : (cells[cell] ?? null);
}
/**
 * Whether a row meets the condition. `unknown`: the value is not fully known. The mailbox's address always is, and what the list
 * says; a file without the column says nothing.
 *
 * A list that is not fully known has at least the items that it shows. They decide a condition only with the result `certain`: a
 * forwarding address outside violates a rule whatever else is unknown, but others inside do not pass it.
 */
function resultOf(condition, row, certain) {
    const value = valueOf(condition, row);
    const { cell, listed } = condition;
    const isUnknown = listed === undefined
        ? cell !== undefined && row.incomplete?.has(cell) === true
        : typeof row.mailbox.columns?.[listed] !== 'string';
    if (isUnknown && !(Array.isArray(value) && value.length > 0))
        return 'unknown';
    const result = condition.accepts(value) ? 'met' : 'unmet';
    return isUnknown && result !== certain ? 'unknown' : result;
}
/** Whether a mailbox's address meets a schema of `MailboxName`, as a function. Case does not count. */
function addressMatcher(schema) {
    return addressCondition(schema).accepts;
}
function cellCondition(schema, spelling) {
    const spelled = spelling.schema(schema);
    const accepts = (0,_schema_cell_schema_js__WEBPACK_IMPORTED_MODULE_0__/* .compileCell */ .CH)(spelled);
    return { accepts: (cell) => accepts(spelling.cell(cell)), expected: (0,_schema_expected_text_js__WEBPACK_IMPORTED_MODULE_1__/* .expectedText */ .G)(spelled) };
}
function addressCondition(schema) {
    const spelling = new _schema_spelling_js__WEBPACK_IMPORTED_MODULE_3__/* .Spelling */ .Z(undefined, true);
    const spelled = spelling.schema(schema);
    const accepts = (0,_schema_cell_schema_js__WEBPACK_IMPORTED_MODULE_0__/* .compileCell */ .CH)(spelled, 'i');
    return { accepts: (address) => accepts(spelling.cell(address)), expected: (0,_schema_expected_text_js__WEBPACK_IMPORTED_MODULE_1__/* .expectedText */ .G)(spelled, 'addresses') };
}
const NONE = [];
/**
 * Compiles the highlights of a report. Only rows that were read and are about an item have highlights. Throws as
 * `compileConditions` does.
 *
 * @param now what `now` and `today` mean in limits of dates
 * @param reports those of the run: a highlight may need others than its own
 * @returns undefined if the report has none
 */
function compileHighlights(report, now, reports = []) {
    const { highlights = [] } = report;
    if (highlights.length === 0)
        return undefined;
    const compiled = highlights.map(({ when, beside = {} }) => ({
        when: compileConditions(when, report, now),
        others: Object.entries(beside).map(([name, columns]) => {
            const other = reports.find((one) => one.name === name);
            return { name, when: other && compileConditions(columns, other, now) };
        }),
    }));
    const highlightsOf = (row, beside) => {
        let found;
        for (const [at, { when, others }] of compiled.entries()) {
            if (!isMet(when, row))
                continue;
            if (others.every((other) => isMet(other.when, beside(other.name)?.[0])))
                (found ??= []).push(at);
        }
        return found ?? NONE;
    };
    return (rows, beside = () => undefined) => rows.map((row) => highlightsOf(row, beside));
}
/** False if there is no report, or no row about an item. */
function isMet(conditions, row) {
    if (conditions === undefined || row?.status !== 'ok' || row.content === 'none')
        return false;
    return conditions.every((condition) => resultOf(condition, row, 'met') === 'met');
}


/***/ }),

/***/ 38639:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   G: () => (/* binding */ expectedText)
/* harmony export */ });
/* harmony import */ var _json_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(8301);
/* harmony import */ var _text_numbers_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(92613);
/* harmony import */ var _text_display_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(24745);
/* harmony import */ var _keywords_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(9131);




const LONGEST = 200;
/** By type, keywords whose words imply the type. */
const IMPLIED_BY = new Map([
    ['string', ['const', 'enum', 'pattern', 'format', 'minLength', 'maxLength']],
    ['number', ['const', 'enum', 'minimum', 'maximum', 'exclusiveMinimum', 'exclusiveMaximum']],
    ['array', ['const', 'enum', 'items', 'contains', 'minItems', 'maxItems']],
    ['boolean', ['const', 'enum']],
]);
const TYPES = new Map([
    ['string', 'text'],
    ['number', 'a number'],
    ['integer', 'a whole number'],
    ['boolean', 'true or false'],
    ['array', 'a list'],
    ['object', 'an object'],
    ['null', 'blank'],
]);
/**
 * A schema in words: `none or contactsOnly`, `at least 3`. Compact JSON if there are no words for it. At most 200
 * characters. Hostile text until escaped, since a schema quotes its author.
 *
 * @param of the kind of value: cells may be blank, addresses are never blank
 */
function expectedText(schema, of = 'cells') {
    const words = phrase(schema);
    if (words === undefined)
        return (0,_text_display_js__WEBPACK_IMPORTED_MODULE_1__/* .shortened */ .vI)(JSON.stringify(schema), LONGEST);
    return (0,_text_display_js__WEBPACK_IMPORTED_MODULE_1__/* .shortened */ .vI)(of === 'cells' && (0,_keywords_js__WEBPACK_IMPORTED_MODULE_0__/* .typeThatRefusesBlank */ .Tp)(schema) !== undefined ? `not blank, and ${words}` : words, LONGEST);
}
/** Undefined if there are no words for it. */
function phrase(schema) {
    if (typeof schema === 'boolean')
        return schema ? 'anything' : 'nothing';
    if (!(0,_json_js__WEBPACK_IMPORTED_MODULE_2__/* .isObject */ .Gv)(schema))
        return undefined;
    const phrases = [];
    for (const [keyword, value] of Object.entries(schema)) {
        if (_keywords_js__WEBPACK_IMPORTED_MODULE_0__/* .ANNOTATIONS */ .BC.has(keyword) || (keyword === 'type' && isImplied(value, schema)))
            continue;
        const words = keywordPhrase(keyword, value);
        if (words === undefined)
            return undefined;
        phrases.push(words);
    }
    return phrases.length === 0 ? 'anything' : phrases.join(', and ');
}
function isImplied(type, schema) {
    return (IMPLIED_BY.get(type) ?? []).some((keyword) => Object.hasOwn(schema, keyword));
}
function keywordPhrase(keyword, value) {
    switch (keyword) {
        case 'const':
            return valueText(value);
        case 'enum':
            return Array.isArray(value) && value.length > 0 ? (0,_text_numbers_js__WEBPACK_IMPORTED_MODULE_3__/* .listed */ .KE)(value.map(valueText), 'or') : undefined;
        case 'not':
            return negated(value);
        case 'anyOf':
            return alternatives(value);
        case 'type':
            return typePhrase(value);
        case 'items':
            return within(value, (words) => `only ${words}`);
        case 'contains':
            return within(value, (words) => `${words} among others`);
        default:
            if (typeof value === 'number')
                return BOUNDS.get(keyword)?.(value);
            return typeof value === 'string' ? OF_TEXT.get(keyword)?.(value) : undefined;
    }
}
const OF_TEXT = new Map([
    ['pattern', (pattern) => `text that matches /${pattern}/`],
    ['format', (format) => `text in the format ${format}`],
    ['formatMinimum', (limit) => `at or after ${limit}`],
    ['formatMaximum', (limit) => `at or before ${limit}`],
    ['formatExclusiveMinimum', (limit) => `after ${limit}`],
    ['formatExclusiveMaximum', (limit) => `before ${limit}`],
]);
const BOUNDS = new Map([
    ['minimum', (bound) => `at least ${bound}`],
    ['maximum', (bound) => `at most ${bound}`],
    ['exclusiveMinimum', (bound) => `more than ${bound}`],
    ['exclusiveMaximum', (bound) => `less than ${bound}`],
    ['multipleOf', (bound) => `a multiple of ${bound}`],
    ['minLength', (bound) => `at least ${(0,_text_numbers_js__WEBPACK_IMPORTED_MODULE_3__/* .counted */ .hS)(bound, 'character', 'characters')}`],
    ['maxLength', (bound) => `at most ${(0,_text_numbers_js__WEBPACK_IMPORTED_MODULE_3__/* .counted */ .hS)(bound, 'character', 'characters')}`],
    ['minItems', (bound) => `at least ${(0,_text_numbers_js__WEBPACK_IMPORTED_MODULE_3__/* .counted */ .hS)(bound, 'entry', 'entries')}`],
    ['maxItems', (bound) => (bound === 0 ? 'no entry' : `at most ${(0,_text_numbers_js__WEBPACK_IMPORTED_MODULE_3__/* .counted */ .hS)(bound, 'entry', 'entries')}`)],
]);
function negated(schema) {
    if (!(0,_json_js__WEBPACK_IMPORTED_MODULE_2__/* .isObject */ .Gv)(schema))
        return undefined;
    const { enum: values, ...others } = schema;
    if (Array.isArray(values) && values.length > 1 && Object.keys(others).length === 0) {
        return `neither ${(0,_text_numbers_js__WEBPACK_IMPORTED_MODULE_3__/* .listed */ .KE)(values.map(valueText), 'nor')}`;
    }
    return within(schema, (words) => `not ${words}`);
}
/** Words around those of a schema with a single phrase. With several phrases it would be ambiguous which are meant. */
function within(schema, around) {
    if (!(0,_json_js__WEBPACK_IMPORTED_MODULE_2__/* .isObject */ .Gv)(schema))
        return undefined;
    const keywords = Object.keys(schema).filter((keyword) => !_keywords_js__WEBPACK_IMPORTED_MODULE_0__/* .ANNOTATIONS */ .BC.has(keyword) && keyword !== 'type');
    const words = phrase(schema);
    return keywords.length > 1 || words === undefined ? undefined : around(words);
}
function alternatives(schemas) {
    return Array.isArray(schemas) ? joined(schemas.map((schema) => within(schema, (words) => words))) : undefined;
}
function typePhrase(type) {
    return joined((Array.isArray(type) ? type : [type]).map((name) => TYPES.get(name)));
}
/** Undefined if there is no phrase, or no words for one of them. */
function joined(phrases) {
    return phrases.length === 0 || phrases.includes(undefined) ? undefined : phrases.join(' or ');
}
/** A value as a policy writes it, in quotes if it has leading or trailing spaces. */
function valueText(value) {
    if (value === null)
        return 'blank';
    if (value === '')
        return 'an empty text';
    if (Array.isArray(value) && value.length === 0)
        return 'no entry';
    return typeof value === 'string' && value === value.trim() ? value : JSON.stringify(value);
}


/***/ })

};
