export const id = 250;
export const ids = [250];
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

/***/ 59176:
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
        if (/^[\p{L}\p{M}'.-]+(?: [\p{L}\p{M}'.-]+)+$/u.test(pattern)) {
            return value.reject('is a name.', 'Write the address of the mailbox: names are not unique.');
        }
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
    const exemptions = items.flatMap((keys) => {
        const [rule, mailboxes] = [keys.get('rule'), keys.get('mailboxes')];
        const [reason, owner, expires] = [keys.get('reason'), keys.get('owner'), keys.get('expires')];
        if (rule !== undefined && ids?.includes(rule) === false) {
            const hint = `${(0,did_you_mean/* suggestion */.h)(rule, ids)}An exemption names the id of one rule of this file.`;
            keys.valueOf('rule')?.report(`There is no rule ${(0,display/* shownText */.f$)(rule)}.`, hint);
        }
        if (rule === undefined || mailboxes === undefined || reason === undefined)
            return [];
        if (owner === undefined || expires === undefined)
            return [];
        return [{ rule, mailboxes, reason, owner, expires, place: value.problems.placeOf(keys.value.offset) }];
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
    const text = value.scalarText()?.trim();
    if (text === undefined || isDay(text))
        return text;
    const meant = meantDay(text);
    return value.reject(`cannot be ${(0,display/* shownText */.f$)(text)}.`, `${meant === undefined ? '' : `Did you mean ${meant}? `}Write the last day as year-month-day, such as 2027-01-31.`);
}
function isDay(text) {
    return DAY.test(text) && new Date(`${text}T00:00:00Z`).toISOString().startsWith(text);
}
function meantDay(text) {
    const [, year, month, day] = YEAR_FIRST.exec(text) ?? [];
    if (year !== undefined && month !== undefined && day !== undefined)
        return dayOf(year, month, day);
    const [, first, second, ending] = DAY_FIRST.exec(text) ?? [];
    if (first === undefined || second === undefined || ending === undefined)
        return undefined;
    const days = [dayOf(ending, second, first), dayOf(ending, first, second)].filter((one) => one !== undefined);
    return days.length === 1 || days[0] === days[1] ? days[0] : undefined;
}
function dayOf(year, month, day) {
    const date = `${year}-${month.padStart(2, '0')}-${day.padStart(2, '0')}`;
    return isDay(date) ? date : undefined;
}

// EXTERNAL MODULE: ./src/reports/built-in.ts + 9 modules
var built_in = __webpack_require__(6336);
// EXTERNAL MODULE: ./src/reports/column-schemas.ts
var column_schemas = __webpack_require__(28384);
// EXTERNAL MODULE: ./src/text/audience.ts
var audience = __webpack_require__(58217);
// EXTERNAL MODULE: ./src/policy/policy-definition.ts
var policy_definition = __webpack_require__(23338);
// EXTERNAL MODULE: ./src/policy/finding-message.ts
var finding_message = __webpack_require__(25341);
// EXTERNAL MODULE: external "node:util"
var external_node_util_ = __webpack_require__(57975);
// EXTERNAL MODULE: ./node_modules/yaml/dist/index.js
var dist = __webpack_require__(38815);
// EXTERNAL MODULE: ./src/files/yaml-json.ts
var yaml_json = __webpack_require__(57835);
// EXTERNAL MODULE: ./src/reports/definition.ts
var definition = __webpack_require__(54530);
// EXTERNAL MODULE: ./src/text/numbers.ts
var numbers = __webpack_require__(92613);
;// CONCATENATED MODULE: ./src/policy/file/set-reader.ts









/** The value of `set` that takes the violating row away. */
const REMOVE = 'remove';
/**
 * The settings under a rule's `set`, or under columns of the rule that they correct. Settings that cannot be written, and values that
 * the service does not accept, are added to the problems.
 *
 * @param report the rule's report; undefined if it is unknown: then nothing is checked
 * @param columns those under `expect`
 */
function ruleSettings(value, report, columns) {
    if (report === undefined)
        return [];
    const writable = (0,built_in/* writableSettings */.mK)(report.name);
    const isText = (0,dist/* isScalar */.jn)(value.node) && typeof value.node.value === 'string';
    if (isText && writable !== undefined)
        return removal(value, report, writable);
    const entries = isText ? [] : value.entries();
    if (entries === undefined)
        return [];
    if (writable === undefined) {
        const sources = (0,definition/* isDerivedReport */._S)(report)
            ? report.from.filter((name) => (isText ? (0,built_in/* isRemovable */.UA)(name) : built_in/* WRITABLE_REPORTS */.$b.includes(name)))
            : [];
        const hint = sources.length > 0
            ? `${report.name} is made of other reports: write the rule about ${(0,numbers/* listed */.KE)(sources, 'or')}.`
            : `Only rules about ${built_in/* WRITABLE_REPORTS */.$b.join(', ')} can have "set". Remove it here.`;
        value.report(`Settings of the report ${report.name} cannot be changed.`, hint);
        return [];
    }
    if (entries.length === 0)
        value.reject('names no setting.', usage(report, writable));
    const settings = entries.flatMap((entry) => {
        // A property of Exchange Online can have the name of a column, but is never a mapping.
        if (!columns.includes(entry.key) || !(0,dist/* isMap */.jh)(entry.value.node))
            return settingsIn([entry], '', writable);
        return settingsIn(entry.value.entries() ?? [], '', writable).map((setting) => ({ ...setting, column: entry.key }));
    });
    const twice = settings.find(({ path, value: one }, index) => settings.slice(0, index).some((earlier) => earlier.path === path && !(0,external_node_util_.isDeepStrictEqual)(earlier.value, one)));
    if (twice !== undefined)
        value.report(`${twice.path} has two values.`, 'Set the same value under each column.');
    const [start, end] = ['startTime', 'endTime'].map((name) => settings.find(({ path }) => path === `workingHours.${name}`));
    if (typeof start?.value === 'string' && typeof end?.value === 'string' && start.value > end.value) {
        value.report('workingHours start after they end.', 'Graph refuses this. Set an "endTime" after "startTime".');
    }
    return settings;
}
/** `set: remove`. */
function removal(value, report, writable) {
    const text = value.text();
    if (text === undefined)
        return [];
    if (text === REMOVE && (0,built_in/* isRemovable */.UA)(report.name))
        return [{ path: policy_definition/* WHOLE_ROW */.p, value: null }];
    const example = namesIn(writable, '').find((name) => Object.hasOwn(writable, name));
    const why = text === REMOVE && report.rows === undefined
        ? `"${REMOVE}" takes a row away, and a mailbox has one row in ${report.name}: write settings, such as set: { ${example ?? ''}: ... }. `
        : '';
    value.reject(`cannot be ${(0,display/* shownText */.f$)(text)}.`, why + usage(report, writable));
    return [];
}
/** What rules about a report can set. */
function usage({ name }, writable) {
    const names = namesIn(writable, '');
    const remove = `Write "set: ${REMOVE}" to take the row away`;
    if (!(0,built_in/* isRemovable */.UA)(name))
        return `Add one of ${names.join(', ')}.`;
    return names.length === 0 ? `${remove}.` : `${remove}, or set ${names.join(', ')}.`;
}
/** @param start the path above the entries with a dot, or '' */
function settingsIn(entries, start, writable) {
    return entries.flatMap(({ key, keyOffset, value }) => {
        const path = `${start}${key}`;
        if (Object.hasOwn(writable, path))
            return settingOf(value, path, writable);
        const inside = `${path}.`;
        if (Object.keys(writable).some((setting) => setting.startsWith(inside))) {
            return settingsIn(value.entries() ?? [], inside, writable);
        }
        const names = namesIn(writable, start);
        const hint = names.length === 0
            ? `Rules about this report take the row away: write "set: ${REMOVE}".`
            : `${(0,did_you_mean/* suggestion */.h)(key, names)}The settings here are: ${names.join(', ')}.`;
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
        examples: [...built_in/* builtInReports */.vc.keys()],
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
        is: (0,fields/* later */.NU)({ anyOf: [{ type: 'object' }, { const: 'remove' }] }),
        description: "What the remediate action changes a violating mailbox to: a part of Graph's mailboxSettings, `isEnabled: false` of an inbox rule, or parameters of Set-Mailbox (report mailbox-properties) and Set-CASMailbox (report client-access). `remove` takes the row of mailbox-permissions, calendar-permissions or inbox-rules away; `role: none` is for the default entry of a calendar. Only what violating columns need is changed: where a rule expects several columns and a setting changes none of their cells by itself, put it under the column that it corrects.",
        examples: [
            { automaticRepliesSetting: { externalAudience: 'contactsOnly' } },
            { ExternalTargets: { ForwardingSmtpAddress: null, DeliverToMailboxAndForward: false } },
            'remove',
        ],
    },
    help: {
        is: (0,fields/* text */.Qq)({ pattern: PAGE, maxLength: 2000, accepts: (address) => URL.canParse(address), hint: helpHint }),
        description: 'The URL of a page with details.',
        examples: ['https://intranet.contoso.com/mail-policy'],
    },
});
const RULES = (0,fields/* list */.p_)(RULE, {
    noun: 'rule',
    minItems: 1,
    maxItems: 500,
    hint: 'Write 1 to 500 rules: each has an id, and columns under "expect".',
});
/** Reads the rules of a policy file. `reports` and `complete`: as `checkPolicyFile` has them. `ids`: also those of invalid rules. */
function policyRules(items, reports, complete) {
    const reportsByName = new Map([...built_in/* builtInReports */.vc, ...reports.map((report) => [report.name, report])]);
    const ids = new Map();
    const rules = items.flatMap((keys) => {
        const idValue = keys.get('id');
        const id = idValue && ruleId(idValue, ids);
        const title = keys.valueOf('title') === undefined ? id : keys.get('title');
        const severity = keys.get('severity') ?? 'error';
        const reportName = keys.get('report');
        const report = reportName === undefined ? reportsByName.get(USUAL_REPORT) : namedReport(reportName, reportsByName, complete);
        const target = { report, reports: [...reportsByName.values()], complete };
        const [whenValue, expectValue, setEntry] = [keys.get('when'), keys.get('expect'), keys.value.entry('set')];
        const when = whenValue && (0,column_schemas/* columnSchemas */.Vo)(whenValue, target);
        const expect = expectValue && (0,column_schemas/* columnSchemas */.Vo)(expectValue, target);
        const set = setEntry && report && expect && settingsOf(setEntry, report, Object.keys(expect), target.reports);
        const [message, help] = [ruleMessage(keys, target), keys.get('help')];
        if (id === undefined || title === undefined || report === undefined || expect === undefined)
            return [];
        const place = keys.value.problems.placeOf(keys.value.offset);
        const texts = { title, severity, message, help };
        return [{ id, report: report.name, ...texts, when: when ?? {}, expect, set, place }];
    });
    return { rules, ids: [...ids.values()] };
}
/** The settings of a rule: of its own report, or of the other one whose columns it expects. */
function settingsOf({ value, keyOffset }, report, columns, reports) {
    const target = (0,policy_definition/* correctedReport */.m)(report, columns);
    if (target === undefined) {
        const hint = 'Write a rule for each report that is changed: all columns under "expect" are of the report that "set" changes.';
        value.report('This rule expects columns of several reports, so it cannot have "set".', hint, keyOffset);
        return [];
    }
    if (target === report.name)
        return ruleSettings(value, report, columns);
    const other = reports.find(({ name }) => name === target);
    if (report.rows === undefined)
        return ruleSettings(value, other, columns);
    const hint = `Set "report" to ${target}, or to another report with one row a mailbox.`;
    value.report(`A rule about the rows of ${report.name} cannot change ${target}.`, hint, keyOffset);
    return [];
}
/** @param ids earlier ids, by their lower case */
function ruleId(value, ids) {
    const id = value.text();
    if (id === undefined)
        return undefined;
    const folded = id.toLowerCase();
    const earlierId = ids.get(folded);
    if (!ID.test(id)) {
        const meant = id
            .trim()
            .replace(/[^A-Za-z0-9._-]+/g, '-')
            .replace(/^[^A-Za-z0-9]+|[^A-Za-z0-9]+$/g, '')
            .slice(0, 100);
        const hint = 'Use up to 100 letters, digits, hyphens, dots and underscores, such as no-external-replies.';
        value.reject(`cannot be ${(0,display/* shownText */.f$)(id)}.`, `${meant === '' ? '' : `Did you mean "${meant}"? `}${hint}`);
    }
    else if (earlierId !== undefined) {
        const hint = 'Give each rule an id of its own; case does not count.';
        value.report(`There is a rule ${(0,display/* shownText */.f$)(earlierId)} already.`, hint);
    }
    if (earlierId === undefined)
        ids.set(folded, id);
    return id;
}
function ruleMessage(keys, target) {
    const [message, value] = [keys.get('message'), keys.valueOf('message')];
    if (message === undefined || value === undefined)
        return undefined;
    for (const column of (0,finding_message/* columnsIn */.Jb)(message))
        (0,column_schemas/* requireColumn */.c4)({ key: column, keyOffset: value.offset, value }, target);
    return message;
}
function namedReport(value, reportsByName, complete) {
    const name = value.text();
    const report = name === undefined ? undefined : reportsByName.get(name);
    // The problems of the report file are reported for that file.
    if (name === undefined || report !== undefined || !complete)
        return report;
    return value.report(`There is no report ${(0,display/* shownText */.f$)(name)}.`, (0,did_you_mean/* suggestion */.h)(name.replace(/^.*[/\\]|\.ya?ml$/gi, ''), reportsByName.keys()) +
        `The reports are: ${[...reportsByName.keys()].join(', ')}. One of your own must be named in ` +
        `${(0,audience/* forReader */.ns)({ workflow: 'the input "report"', terminal: '--report' })} by its file, and here by the "name" in it.`);
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
 * @param options `complete`: false if a report file could not be read: then a rule may be about an unknown report. `input`: the name of
 * the input in errors
 */
function checkPolicyFile(file, workspace, reports, { complete = true, input = 'policy' } = {}) {
    const kind = { code: 'POLICY_FILE', noun: 'policy file', input, extensions: ['yml', 'yaml'] };
    return (0,files_workspace/* checkWorkspaceFile */.K$)(file, workspace, kind, (bytes, name) => parsePolicyFile(bytes, name, reports, complete));
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

/***/ 69507:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   CH: () => (/* binding */ compileCell),
/* harmony export */   IT: () => (/* binding */ linearFormats),
/* harmony export */   y4: () => (/* binding */ newAjv)
/* harmony export */ });
/* harmony import */ var _pattern_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(26005);
/* harmony import */ var ajv_formats_dist_formats_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(10779);
/* harmony import */ var ajv_dist_2020_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(52210);
/* harmony import */ var ajv_dist_2020_js__WEBPACK_IMPORTED_MODULE_2___default = /*#__PURE__*/__webpack_require__.n(ajv_dist_2020_js__WEBPACK_IMPORTED_MODULE_2__);



/**
 * A validator of draft 2020-12 that stops at the first error. Patterns and formats take time linear in the text.
 *
 * @param flags of patterns; `i`: case does not count
 */
function newAjv(flags = '') {
    const ajv = new ajv_dist_2020_js__WEBPACK_IMPORTED_MODULE_2__.Ajv2020({
        strict: true,
        strictTypes: false,
        strictTuples: false,
        strictRequired: false,
        allowMatchingProperties: true,
        allowUnionTypes: true,
        logger: false,
        // Members such as `constructor` are not part of a cell.
        ownProperties: true,
        // checkSchema() has validated the schema. Optimizing the generated code takes longer than running it.
        validateSchema: false,
        code: { optimize: false, regExp: Object.assign((source) => (0,_pattern_js__WEBPACK_IMPORTED_MODULE_0__/* .compilePattern */ .Eb)(source, flags), { code: '' }) },
        formats: linearFormats(),
    });
    for (const [keyword, isWithin] of DATE_LIMITS) {
        const compile = (limit) => {
            const end = instantOf(limit);
            return (text) => isWithin(instantOf(text), end);
        };
        ajv.addKeyword({ keyword, type: 'string', schemaType: 'string', dependencies: ['format'], compile });
    }
    return ajv;
}
/** Keywords that limit dates and times. Nothing is within a limit if one of the two cannot be read: NaN. */
const DATE_LIMITS = new Map([
    ['formatMinimum', (instant, limit) => instant >= limit],
    ['formatMaximum', (instant, limit) => instant <= limit],
    ['formatExclusiveMinimum', (instant, limit) => instant > limit],
    ['formatExclusiveMaximum', (instant, limit) => instant < limit],
]);
const DATE_AND_TIME = /^(?=\d)(?:(\d{4}-\d\d-\d\d)(?:[T\s]|$))?(?:(\d\d):(\d\d):(\d\d(?:\.\d{1,30})?)(?:Z|([+-]\d\d)(?::?(\d\d))?)?)?$/i;
/** A date, a time or both in epoch ms; a leap second is the start of the next minute. NaN for any other text. */
function instantOf(text) {
    const [match, date = '1970-01-01', hours = 0, minutes = 0, seconds = 0, zone = '+00', zoneMinutes = 0] = DATE_AND_TIME.exec(text) ?? [];
    if (match === undefined)
        return NaN;
    const offset = Number(zone) * 60 + (zone.startsWith('-') ? -1 : 1) * Number(zoneMinutes);
    const time = (Number(hours) * 60 + Number(minutes) - offset) * 60 + Number(seconds);
    return Date.parse(`${date}T00:00:00Z`) + time * 1000;
}
/** By flags. */
const validators = new Map();
/** By flags and schema: compiling takes longest in a large policy, whose rules have many schemas in common. */
const compiled = new Map();
/**
 * Whether a cell meets a schema, as a function. Throws for an invalid schema; those of policy files have been checked.
 *
 * @param flags of patterns; `i`: case does not count, as in addresses
 */
function compileCell(schema, flags = '') {
    const key = `${flags} ${JSON.stringify(schema)}`;
    const earlier = compiled.get(key);
    if (earlier !== undefined)
        return earlier;
    const ajv = validators.get(flags) ?? newAjv(flags);
    validators.set(flags, ajv);
    const validate = ajv.compile(schema);
    const accepts = (cell) => validate(cell);
    compiled.set(key, accepts);
    return accepts;
}
/**
 * The formats of ajv-formats, each in time linear in the text. Those that ajv-formats writes as regular expressions run on
 * RE2; those that RE2 cannot express, or that backtrack, are written anew.
 */
function linearFormats() {
    const formats = Object.entries(ajv_formats_dist_formats_js__WEBPACK_IMPORTED_MODULE_1__/* .fullFormats */ .U9).map(([name, format]) => {
        const rewritten = Object.hasOwn(REWRITTEN, name) ? REWRITTEN[name] : undefined;
        return [name, rewritten ?? (format instanceof RegExp ? onRe2(format.source, format.flags) : format)];
    });
    return Object.fromEntries(formats);
}
const reference = ajv_formats_dist_formats_js__WEBPACK_IMPORTED_MODULE_1__/* .fullFormats */ .U9['uri-reference'];
const isReference = onRe2(reference instanceof RegExp ? reference.source : '', 'i');
const isDuration = onRe2('^P(?:\\d+W|(?:\\d+Y)?(?:\\d+M)?(?:\\d+D)?(?:T(?:\\d+H)?(?:\\d+M)?(?:\\d+S)?)?)$', '');
const isHostname = onRe2('^[a-z0-9](?:[a-z0-9-]{0,61}[a-z0-9])?(?:\\.[a-z0-9](?:[a-z0-9-]{0,61}[a-z0-9])?)*\\.?$', 'i');
const REWRITTEN = {
    uri: (text) => /^[a-z][a-z0-9+.-]*:/i.test(text) && isReference(text),
    url: (text) => /^(?:https?|ftp):\/\/\S+$/iu.test(text) && URL.canParse(text),
    duration: (text) => !/[PT]$/.test(text) && isDuration(text),
    hostname: (text) => text.length <= 254 && isHostname(text) && text.replace(/\.$/, '').length <= 253,
    byte: onRe2('^(?:[A-Za-z0-9+/]{4})*(?:[A-Za-z0-9+/]{2}==|[A-Za-z0-9+/]{3}=)?$', ''),
    regex: (text) => text.length <= 1000 && (0,_pattern_js__WEBPACK_IMPORTED_MODULE_0__/* .syntaxProblem */ .R8)(text) === undefined,
};
/** Compiles at the first text: most formats are never used. */
function onRe2(source, flags) {
    let pattern;
    return (text) => {
        pattern ??= (0,_pattern_js__WEBPACK_IMPORTED_MODULE_0__/* .compilePattern */ .Eb)(source, flags.includes('i') ? 'i' : '');
        return pattern.test(text);
    };
}


/***/ }),

/***/ 26005:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   AL: () => (/* binding */ patternProblem),
/* harmony export */   Eb: () => (/* binding */ compilePattern),
/* harmony export */   R8: () => (/* binding */ syntaxProblem)
/* harmony export */ });
/* harmony import */ var re2js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(2856);

/** Instructions of a compiled pattern. The time for each character of a crafted text is proportional to them. */
const MAX_SIZE = 2500;
/**
 * Compiles a regular expression of RE2 (https://github.com/google/re2/wiki/Syntax), which takes time linear in the text:
 * mailbox owners write the texts, and crafted ones block a backtracking engine forever. Throws if RE2 does not support it.
 *
 * @param flags `i`: case does not count
 */
function compilePattern(source, flags = '') {
    const compiled = re2js__WEBPACK_IMPORTED_MODULE_0__/* .RE2JS */ .L3.compile(source, flags === 'i' ? re2js__WEBPACK_IMPORTED_MODULE_0__/* .RE2JS */ .L3.CASE_INSENSITIVE : 0);
    return { test: (text) => compiled.test(text), toString: () => source };
}
/** Why a pattern cannot be used; undefined if it can. */
function patternProblem(source) {
    const problem = syntaxProblem(source);
    if (problem !== undefined || re2js__WEBPACK_IMPORTED_MODULE_0__/* .RE2JS */ .L3.compile(source).programSize() <= MAX_SIZE)
        return problem;
    return {
        at: 0,
        message: 'its counts are too large',
        hint: 'Use smaller counts, write {6,} for {6,1000}, or use minLength and maxLength.',
    };
}
/** What RE2 does not support about a pattern; undefined if it supports the pattern. */
function syntaxProblem(source) {
    try {
        re2js__WEBPACK_IMPORTED_MODULE_0__/* .RE2JS */ .L3.compile(source);
        return undefined;
    }
    catch (error) {
        if (!(error instanceof re2js__WEBPACK_IMPORTED_MODULE_0__/* .RE2JSSyntaxException */ .pB))
            throw error;
        const part = error.input ?? '';
        const position = Math.max(source.indexOf(part), 0);
        const construct = UNSUPPORTED.find(({ start }) => start.test(part));
        return {
            at: position,
            message: construct?.message ?? `${error.error}${part === '' ? '' : `: ${part}`}`,
            hint: construct?.hint ?? SYNTAX,
        };
    }
}
const SYNTAX = "Patterns use RE2 syntax: https://github.com/google/re2/wiki/Syntax. Put them into single quotes, as in '^a\\.b'.";
/** By the start of the part that RE2 refuses. */
const UNSUPPORTED = [
    {
        start: /^\(\?<?[=!]/,
        message: 'look-around is not supported',
        hint: 'Combine patterns instead: allOf: [{ pattern: ... }, { not: { pattern: ... } }].',
    },
    {
        start: /^(?:\\[1-9k]|\(\?P)/,
        message: 'back references are not supported',
        hint: 'Write out the texts that may be repeated, as in (?:aa|bb).',
    },
    {
        start: /^\{/,
        message: 'a count is out of range',
        hint: 'Counts go up to 1,000, and nested counts multiply. Use minLength and maxLength for long texts.',
    },
    {
        start: /^(?:\(\?>|[*+?}]\+)/,
        message: 'atomic groups and possessive repetitions are not supported',
        hint: 'Write (?:...) and a plain *, + or ?: RE2 never backtracks.',
    },
    {
        start: /^\\[uc]/,
        message: 'this escape is not supported',
        hint: 'Write the number of a character in hexadecimal digits, as in \\x{e4}.',
    },
    {
        start: /^\[\^\]/,
        message: 'an empty class is not supported',
        hint: 'Write (?s:.) for any character.',
    },
    {
        start: /^\\[pP]/,
        message: 'this character class is not known',
        hint: 'Write a category such as \\p{L} or \\p{Lu}, or a script such as \\p{Greek}.',
    },
];


/***/ }),

/***/ 64043:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   Dj: () => (/* binding */ isRelativeDate),
/* harmony export */   EX: () => (/* binding */ resolveDates),
/* harmony export */   Gu: () => (/* binding */ isDateLimit)
/* harmony export */ });
/* harmony import */ var _json_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(8301);
/* harmony import */ var _text_numbers_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(92613);
/* harmony import */ var _keywords_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(9131);



const RELATIVE = /^today(?:([+-])(\d{1,5})d)?$/;
const NOW = 'now';
/** The keywords that limit dates, and whether the limit is at the end of its day. */
const LIMITS = new Map([
    ['formatMinimum', false],
    ['formatExclusiveMaximum', false],
    ['formatMaximum', true],
    ['formatExclusiveMinimum', true],
]);
const FORMATS = new Set(['date', 'date-time', 'iso-date-time']);
/** Whether a keyword limits dates and times. */
function isDateLimit(keyword) {
    return LIMITS.has(keyword);
}
/** Whether a limit such as `today+30d` or `now` can be resolved for a format. A date cannot be `now`. */
function isRelativeDate(limit, format) {
    if (limit === NOW)
        return format !== 'date' && FORMATS.has(format);
    return typeof limit === 'string' && RELATIVE.test(limit) && FORMATS.has(format);
}
/**
 * A schema with limits such as `today+30d` replaced by dates. Days are in UTC. `formatMaximum: today` includes the whole
 * day, `formatExclusiveMinimum: today` excludes it. `now` is the exact time.
 *
 * @param now epoch ms
 */
function resolveDates(schema, now) {
    return typeof schema === 'boolean' ? schema : resolved(schema, now);
}
function resolved(schema, now) {
    const { format } = schema;
    const entries = Object.entries((0,_keywords_js__WEBPACK_IMPORTED_MODULE_0__/* .mapSubschemas */ .TY)(schema, (inside) => ((0,_json_js__WEBPACK_IMPORTED_MODULE_1__/* .isObject */ .Gv)(inside) ? resolved(inside, now) : inside)));
    return Object.fromEntries(entries.map(([keyword, limit]) => {
        const atEnd = LIMITS.get(keyword);
        if (atEnd === undefined || typeof limit !== 'string' || !isRelativeDate(limit, format))
            return [keyword, limit];
        if (limit === NOW)
            return [keyword, new Date(now).toISOString()];
        const [, sign = '+', days = '0'] = RELATIVE.exec(limit) ?? [];
        const day = new Date((Math.floor(now / _text_numbers_js__WEBPACK_IMPORTED_MODULE_2__/* .DAY_MS */ .sO) + Number(sign + days)) * _text_numbers_js__WEBPACK_IMPORTED_MODULE_2__/* .DAY_MS */ .sO).toISOString().slice(0, 10);
        return [keyword, format === 'date' ? day : `${day}T${atEnd ? '23:59:59.999' : '00:00:00'}Z`];
    }));
}


/***/ }),

/***/ 88105:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   W: () => (/* binding */ enumTexts),
/* harmony export */   Z: () => (/* binding */ Spelling)
/* harmony export */ });
/* harmony import */ var _json_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(8301);
/* harmony import */ var _keywords_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(9131);
var _a;


/** Keywords whose schemas apply to members of any name. */
const OF_ANY_MEMBER = new Set(['additionalProperties', 'unevaluatedProperties', 'patternProperties']);
/** The texts under `enum` of a column, directly, in an array, or among others that it can have. */
function enumTexts(type) {
    const alternatives = (0,_json_js__WEBPACK_IMPORTED_MODULE_1__/* .property */ .MZ)(type, 'anyOf');
    const schemas = [type, (0,_json_js__WEBPACK_IMPORTED_MODULE_1__/* .property */ .MZ)(type, 'items'), ...(Array.isArray(alternatives) ? alternatives : [])];
    const values = schemas.map((schema) => (0,_json_js__WEBPACK_IMPORTED_MODULE_1__/* .property */ .MZ)(schema, 'enum')).find((texts) => texts !== undefined);
    return Array.isArray(values) ? values.filter((value) => typeof value === 'string') : [];
}
/**
 * One spelling for texts that differ only in case, so that a schema can compare values exactly although Graph varies their
 * case: Graph's documented spelling, and for unknown texts the first one seen.
 */
class Spelling {
    /** Maps a spelling, its lower case and other spellings of schemas to the one spelling. */
    #known = new Map();
    /** For the members of an object. */
    #members = new Map();
    #folds;
    /**
     * @param type what a column can hold, or a member of an object in it
     * @param folds whether texts are compared without case; for members, their types decide
     */
    constructor(type, folds = enumTexts(type).length > 0) {
        this.#folds = folds;
        for (const text of enumTexts(type))
            this.#text(text, true);
        const members = (0,_json_js__WEBPACK_IMPORTED_MODULE_1__/* .property */ .MZ)(type, 'properties');
        for (const [name, member] of Object.entries((0,_json_js__WEBPACK_IMPORTED_MODULE_1__/* .isObject */ .Gv)(members) ? members : {})) {
            if ((0,_json_js__WEBPACK_IMPORTED_MODULE_1__/* .isObject */ .Gv)(member))
                this.#members.set(name, new _a(member));
        }
    }
    /** The cell in the spelling that schemas compare. */
    cell(cell) {
        return this.#value(cell, false);
    }
    /** The schema with the texts under `const` and `enum` in the one spelling, at any depth. Adds unknown texts. */
    schema(schema) {
        return typeof schema === 'boolean' ? schema : this.#keywords(schema);
    }
    #keywords(schema) {
        const spelled = Object.entries(schema).map(([keyword, value]) => [
            keyword,
            keyword === 'const' || keyword === 'enum' ? this.#value(value, true) : value,
        ]);
        return (0,_keywords_js__WEBPACK_IMPORTED_MODULE_0__/* .mapSubschemas */ .TY)(Object.fromEntries(spelled), (inside, keyword, name) => {
            if (!(0,_json_js__WEBPACK_IMPORTED_MODULE_1__/* .isObject */ .Gv)(inside))
                return inside;
            const members = OF_ANY_MEMBER.has(keyword) ? [this, ...this.#members.values()] : [this];
            // Values deeper inside members without a type are compared with case.
            const spellings = keyword === 'properties' ? [this.#members.get(String(name)) ?? new _a(undefined)] : members;
            return spellings.reduce((result, spelling) => spelling.#keywords(result), inside);
        });
    }
    #value(value, learn) {
        if (typeof value === 'string')
            return this.#text(value, learn);
        if (Array.isArray(value))
            return value.map((element) => this.#value(element, learn));
        if (!(0,_json_js__WEBPACK_IMPORTED_MODULE_1__/* .isObject */ .Gv)(value) || this.#members.size === 0)
            return value;
        const members = Object.entries(value).map(([name, member]) => {
            const spelling = this.#members.get(name);
            return [name, spelling === undefined ? member : spelling.#value(member, learn)];
        });
        return Object.fromEntries(members);
    }
    #text(text, learn) {
        if (!this.#folds)
            return text;
        const spelled = this.#known.get(text) ?? this.#known.get(text.toLowerCase()) ?? text;
        if (learn)
            this.#known.set(spelled, spelled).set(text, spelled).set(text.toLowerCase(), spelled);
        return spelled;
    }
}
_a = Spelling;


/***/ })

};
