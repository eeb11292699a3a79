export const id = 359;
export const ids = [359];
export const modules = {

/***/ 25948:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  g: () => (/* binding */ readYaml)
});

// UNUSED EXPORTS: LARGEST_YAML_FILE

// EXTERNAL MODULE: external "node:buffer"
var external_node_buffer_ = __webpack_require__(4573);
// EXTERNAL MODULE: ./node_modules/yaml/dist/index.js
var dist = __webpack_require__(38815);
// EXTERNAL MODULE: ./src/text/display.ts
var display = __webpack_require__(24745);
// EXTERNAL MODULE: ./src/errors.ts
var errors = __webpack_require__(83916);
;// CONCATENATED MODULE: ./src/files/yaml-problems.ts


/** A crafted file can have half a million. */
const MOST = 100;
/** Collects up to a hundred mistakes of a file, so that all can be corrected at once. */
class FileProblems {
    #code;
    #file;
    #length;
    #lines = new dist/* LineCounter */.HN();
    #found = [];
    /**
     * @param file its path relative to the workspace, with forward slashes
     * @param code of the problems
     */
    constructor(text, file, code) {
        this.#code = code;
        this.#file = file;
        this.#length = text.length;
        this.#lines.addNewLine(0);
        for (let end = text.indexOf('\n'); end !== -1; end = text.indexOf('\n', end + 1))
            this.#lines.addNewLine(end + 1);
    }
    /**
     * @param offset in UTF-16 code units, as editors count columns
     * @param message a sentence that does not name the place. It may quote the file: hostile text until escaped.
     */
    add(offset, message, hint) {
        if (this.#found.length < MOST)
            this.#found.push({ offset, problem: this.problem(offset, message, hint) });
    }
    /** A problem that is not added. */
    problem(offset, message, hint) {
        return new errors/* UserError */.yo(this.#code, message, { hint, place: this.placeOf(offset) });
    }
    /** The place of a character. */
    placeOf(offset) {
        const { line, col: column } = this.#lines.linePos(Math.min(Math.max(offset, 0), this.#length));
        return { file: this.#file, line, column };
    }
    /** How many problems were added, up to the limit. */
    get count() {
        return this.#found.length;
    }
    /** In the file's order. */
    all() {
        return this.#found.toSorted((a, b) => a.offset - b.offset).map(({ problem }) => problem);
    }
}

// EXTERNAL MODULE: ./src/files/yaml-value.ts
var yaml_value = __webpack_require__(48712);
;// CONCATENATED MODULE: ./src/files/yaml-file.ts





/** In bytes. The parser takes a minute for some texts of ten times that size. */
const LARGEST_YAML_FILE = 1_000_000;
/** Policies and reports are never nested as deep. */
const DEEPEST = 100;
/** After one syntax error the parser reports many others. */
const SYNTAX_PROBLEMS = 5;
const QUOTE_IT = 'Put a value into quotes that begins with one of & * ! @ % | > ` [ { or that holds ": " or " #".';
/**
 * Reads a YAML 1.2 file (https://yaml.org/spec/1.2.2) of one document. What YAML has beyond plain values is refused:
 * aliases, which make much of little, anchors, tags and directives. A byte order mark does no harm.
 *
 * @param content its text, or its bytes, which must be UTF-8
 * @param file its path relative to the workspace, with forward slashes
 * @param code of the problems
 * @param read adds a problem if it returns undefined
 */
function readYaml(content, file, code, read) {
    const text = textOf(content);
    const problems = new FileProblems(text, file, code);
    const refusal = refusedContent(content, text);
    if (refusal !== undefined)
        problems.add(...refusal);
    const node = refusal === undefined ? rootOf(text, problems) : undefined;
    const value = node && read(new yaml_value/* YamlValue */.rI(node, node.range[0], '', problems));
    return problems.count === 0 ? { value, problems: [] } : { value: undefined, problems: problems.all() };
}
/** '' for a file that is too large. */
function textOf(content) {
    if (Buffer.byteLength(content) > LARGEST_YAML_FILE)
        return '';
    return (typeof content === 'string' ? content : new TextDecoder().decode(content)).replace(/^\ufeff/, '');
}
function refusedContent(content, text) {
    if (Buffer.byteLength(content) > LARGEST_YAML_FILE)
        return [0, 'The file is larger than 1 MB.', 'Leave out what is not needed, or split the file.'];
    if (typeof content !== 'string' && !(0,external_node_buffer_.isUtf8)(content)) {
        const hint = 'Save it as UTF-8; in PowerShell, write it with -Encoding utf8.';
        return [text.indexOf('\ufffd'), 'The file is not UTF-8.', hint];
    }
    const control = text.search(/(?![\t\n\r\u0085])\p{Cc}/u);
    if (control === -1)
        return undefined;
    const hint = 'Remove it, or write it as an escape such as \\t in double quotes.';
    return [control, 'There is a control character here.', hint];
}
function rootOf(text, problems) {
    // Whether keys are unique is looked at below: the parser would compare each key with every other.
    const { contents, errors } = (0,dist/* parseDocument */.Tp)(text, { uniqueKeys: false, prettyErrors: false, logLevel: 'error' });
    for (const error of errors.slice(0, SYNTAX_PROBLEMS))
        addSyntaxProblem(error, problems);
    if (errors.length > 0)
        return undefined;
    const directive = text.slice(0, contents?.range[0] ?? text.length).search(/^%/m);
    if (directive !== -1) {
        problems.add(directive, 'There is a YAML directive here.', 'Remove the line: the file is read as YAML 1.2.');
        return undefined;
    }
    if (contents === null || ((0,dist/* isScalar */.jn)(contents) && contents.value === null && contents.source === '')) {
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
        const cut = (0,display/* shownText */.f$)(message).slice(1, -1);
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
        if ((0,dist/* isMap */.jh)(node)) {
            addRepeatedKeys(node, problems);
            for (const { key, value } of node.items) {
                add(key, depth + 1);
                add(value, depth + 1);
            }
        }
        else if ((0,dist/* isSeq */.oP)(node)) {
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
    if ((0,dist/* isAlias */.Vj)(node))
        return `an alias (${(0,display/* shownText */.f$)(`*${node.source}`)})`;
    if (node.tag !== undefined)
        return `a tag (${(0,display/* shownText */.f$)(node.tag)})`;
    return node.anchor === undefined ? undefined : `an anchor (${(0,display/* shownText */.f$)(`&${node.anchor}`)})`;
}
function addRepeatedKeys({ items }, problems) {
    const seen = new Set();
    for (const { key } of items) {
        const text = (0,yaml_value/* keyText */.Pu)(key);
        if (text === undefined)
            continue;
        if (seen.has(text))
            problems.add(key.range[0], `The key ${(0,display/* shownText */.f$)(text)} is repeated.`, 'Keep one of them.');
        seen.add(text);
    }
}


/***/ }),

/***/ 82680:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   AQ: () => (/* binding */ daysUntil),
/* harmony export */   C_: () => (/* binding */ endsSoon),
/* harmony export */   Pt: () => (/* binding */ isPattern),
/* harmony export */   XQ: () => (/* binding */ wildcard),
/* harmony export */   cv: () => (/* binding */ ExemptionIndex)
/* harmony export */ });
/* harmony import */ var _schema_pattern_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(26005);

const DAY = 24 * 60 * 60 * 1000;
/** Days of warning before an exemption expires. */
const SOON = 30;
/**
 * Days from `now` (epoch ms) until an exemption's last day, both in UTC. Negative after that day; NaN if `expires` is not a
 * date.
 */
function daysUntil(expires, now) {
    return Date.parse(`${expires}T00:00:00Z`) / DAY - Math.floor(now / DAY);
}
/** Whether an exemption with so many days left ends within the warning period. */
function endsSoon(daysLeft) {
    return daysLeft >= 0 && daysLeft <= SOON;
}
/** Finds the exemption of a mailbox from a rule, and counts how each exemption is used. */
class ExemptionIndex {
    #entries;
    #byRule;
    /** @param now epoch ms; decides for the whole run which exemptions have expired */
    constructor(exemptions, now) {
        this.#entries = exemptions.map((exemption) => {
            const daysLeft = daysUntil(exemption.expires, now);
            const names = mailboxMatcher(exemption.mailboxes.map(({ pattern }) => pattern));
            return { exemption, daysLeft, inForce: daysLeft >= 0, names, covered: 0, missed: 0, mayCover: false };
        });
        this.#byRule = Map.groupBy(this.#entries, ({ exemption }) => exemption.rule);
    }
    /**
     * The exemption of a mailbox that violates a rule: the first one in the policy that applies. Counts its use, so call this
     * once for each rule and mailbox.
     */
    exempt(rule, address) {
        const entries = this.#naming(rule, address);
        const applying = entries.filter(({ inForce }) => inForce);
        for (const entry of applying)
            entry.covered += 1;
        if (applying.length === 0)
            for (const entry of entries)
                entry.missed += 1;
        return applying[0]?.exemption;
    }
    /** Records that a rule is inconclusive for a mailbox: exemptions that name it may be needed. */
    addInconclusive(rule, address) {
        for (const entry of this.#naming(rule, address))
            entry.mayCover = true;
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
    #naming(rule, address) {
        const folded = address.toLowerCase();
        return (this.#byRule.get(rule) ?? []).filter(({ names }) => names(folded));
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

// EXTERNAL MODULE: ./src/reports/built-in.ts + 9 modules
var built_in = __webpack_require__(27959);
// EXTERNAL MODULE: ./src/reports/column-schemas.ts
var column_schemas = __webpack_require__(28384);
// EXTERNAL MODULE: external "node:util"
var external_node_util_ = __webpack_require__(57975);
// EXTERNAL MODULE: ./src/files/yaml-json.ts
var yaml_json = __webpack_require__(57835);
// EXTERNAL MODULE: ./src/policy/file/settings.ts
var file_settings = __webpack_require__(1708);
;// CONCATENATED MODULE: ./src/policy/file/set-reader.ts





/**
 * The settings under a rule's `set`. Settings that cannot be written, and values that the service does not accept, are
 * added to the problems.
 *
 * @param report the rule's report; undefined if it is unknown: then nothing is checked
 */
function ruleSettings(value, report) {
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
    const settings = settingsIn(entries, '', writable);
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
/**
 * Adds to the problems each rule that sets a property to another value than an earlier rule whose `when` includes the same
 * mailboxes: no mailbox could comply with both.
 */
function addSetConflicts(rules) {
    for (const [at, { rule, set }] of rules.entries()) {
        for (const { rule: earlier } of rules.slice(0, at)) {
            const setting = sameMailboxes(earlier, rule) ? conflict(earlier, rule) : undefined;
            if (setting === undefined)
                continue;
            set.value.report(`The rules "${earlier.id}" and "${rule.id}" set ${setting} to different values.`, 'Set the same value in both, or limit each rule to different mailboxes under "when".', set.keyOffset);
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
    set: {
        is: (0,fields/* later */.NU)({ type: 'object' }),
        description: "What the remediate action changes a violating mailbox to: a part of Graph's mailboxSettings, `isEnabled: false` of an inbox rule, or parameters of Set-Mailbox (report mailbox-properties) and Set-CASMailbox (report client-access).",
        examples: [{ automaticRepliesSetting: { externalAudience: 'contactsOnly' } }],
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
/**
 * Reads the rules of a policy file.
 *
 * @param reports those of the run; rules may also be about built-in ones
 * @param complete false if a report file could not be read: then a rule may be about an unknown report
 */
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
        const set = setEntry && ruleSettings(setEntry.value, report);
        const help = keys.get('help');
        if (id === undefined || title === undefined || report === undefined || expect === undefined)
            return [];
        const place = keys.value.problems.placeOf(keys.value.offset);
        const rule = { id, report: report.name, title, severity, when: when ?? {}, expect, set, help, place };
        if (setEntry !== undefined)
            setting.push({ rule, set: setEntry });
        return [rule];
    });
    addSetConflicts(setting);
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
 * @param workspace absolute path of the repository's checkout
 */
function checkPolicyFile(file, workspace, ...known) {
    const wanted = { code: 'POLICY_FILE', noun: 'policy file', input: 'policy', extensions: ['yml', 'yaml'] };
    return (0,files_workspace/* checkWorkspaceFile */.K$)(file, workspace, wanted, (bytes, shown) => parsePolicyFile(bytes, shown, ...known));
}
/**
 * Parses a policy file.
 *
 * @param content its text, or its bytes
 * @param file its path relative to the workspace, with forward slashes
 */
function parsePolicyFile(content, file, ...known) {
    return (0,yaml_file/* readYaml */.g)(content, file, 'POLICY_FILE', (root) => policyOf(root, file, known));
}
function policyOf(root, file, [reports, complete = true]) {
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

/***/ 54530:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   HV: () => (/* binding */ UNKNOWN),
/* harmony export */   In: () => (/* binding */ INCONCLUSIVE_MEMBER),
/* harmony export */   J4: () => (/* binding */ childrenPath),
/* harmony export */   Uq: () => (/* binding */ isExchangeReport),
/* harmony export */   Zq: () => (/* binding */ requestPath),
/* harmony export */   aN: () => (/* binding */ MAILBOX_COLUMN),
/* harmony export */   aZ: () => (/* binding */ VERDICT_COLUMNS),
/* harmony export */   bq: () => (/* binding */ STATUS_COLUMNS),
/* harmony export */   lo: () => (/* binding */ columnNames),
/* harmony export */   tr: () => (/* binding */ reportLabel),
/* harmony export */   uF: () => (/* binding */ unitOf),
/* harmony export */   xg: () => (/* binding */ isGraphReport)
/* harmony export */ });
/* harmony import */ var _text_numbers_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(92613);

/** The column that names the mailbox: the first in every report. */
const MAILBOX_COLUMN = 'MailboxName';
/** The columns that say whether a mailbox was read: after the report's own. */
const STATUS_COLUMNS = ['Status', 'Error'];
/** Reports write it into a cell that they derive from properties that the service does not show. */
const UNKNOWN = 'inconclusive';
/** In the JSON report, the member of a row with the columns whose value is not fully known. */
const INCONCLUSIVE_MEMBER = 'Inconclusive';
/** The columns that a policy adds. Reports cannot use these names. */
const VERDICT_COLUMNS = ['Verdict', 'Violations'];
/** Whether a report is read from Exchange Online rather than Graph. */
function isExchangeReport(report) {
    return report.source === 'exchange';
}
/** The name of a report for people, marked if it is experimental. */
function reportLabel(report) {
    return isExchangeReport(report) ? `${report.name} (experimental)` : report.name;
}
/** Whether a report is read from Graph. */
function isGraphReport(report) {
    return report.source !== 'exchange';
}
/** What a row of a report is. */
function unitOf({ unit, rows }) {
    const singular = unit ?? (rows === undefined ? 'mailbox' : 'row');
    return { singular, plural: (0,_text_numbers_js__WEBPACK_IMPORTED_MODULE_0__/* .pluralOf */ ._l)(singular) };
}
/** The header of a report's CSV. */
function columnNames(report) {
    return [MAILBOX_COLUMN, ...Object.keys(report.columns), ...STATUS_COLUMNS];
}
/** The path of a report's request below `/users/{mailbox}/`, with its query, percent-encoded. */
function requestPath({ path, query }) {
    return path + encodedQuery(query);
}
/** The path that requests the children of a row. `template` has `{id}` where the row's id goes. */
function childrenPath(template, id, query) {
    return template.replace('{id}', () => encodeURIComponent(id)) + encodedQuery(query);
}
/** Not every server decodes the `$` of OData's option names, so it is not encoded. */
function encodedQuery(query = {}) {
    const options = Object.entries(query).map(([name, value]) => `${encoded(name)}=${encoded(value)}`);
    return options.length === 0 ? '' : `?${options.join('&')}`;
}
function encoded(text) {
    return encodeURIComponent(text).replaceAll('%24', '$').replaceAll('%2C', ',');
}


/***/ }),

/***/ 9131:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   $h: () => (/* binding */ keywordSynonym),
/* harmony export */   BC: () => (/* binding */ ANNOTATIONS),
/* harmony export */   TY: () => (/* binding */ mapSubschemas),
/* harmony export */   Tp: () => (/* binding */ typeThatRefusesBlank),
/* harmony export */   Vp: () => (/* binding */ typeOfKeyword),
/* harmony export */   d6: () => (/* binding */ KEYWORDS),
/* harmony export */   j: () => (/* binding */ unsupportedKeyword)
/* harmony export */ });
/* harmony import */ var _json_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(8301);

/** Keywords whose value is a schema. https://json-schema.org/draft/2020-12/json-schema-core#section-10 */
const SCHEMA_KEYWORDS = new Set([
    ...['not', 'if', 'then', 'else', 'items', 'contains', 'additionalProperties', 'propertyNames'],
    ...['unevaluatedItems', 'unevaluatedProperties', 'contentSchema'],
]);
/** Keywords whose value is a list of schemas. */
const SCHEMA_LIST_KEYWORDS = new Set(['allOf', 'anyOf', 'oneOf', 'prefixItems']);
/** Keywords whose value maps names to schemas. */
const SCHEMA_MAP_KEYWORDS = new Set(['properties', 'patternProperties', 'dependentSchemas']);
/** The keywords that are about values of one JSON type. Values of other types meet them. */
const KEYWORDS_OF_TYPES = [
    ['string', ['pattern', 'format', 'minLength', 'maxLength']],
    ['string', ['formatMinimum', 'formatMaximum', 'formatExclusiveMinimum', 'formatExclusiveMaximum']],
    ['number', ['multipleOf', 'minimum', 'maximum', 'exclusiveMinimum', 'exclusiveMaximum']],
    ['array', ['items', 'prefixItems', 'contains', 'minItems', 'maxItems', 'minContains', 'maxContains']],
    ['array', ['uniqueItems', 'unevaluatedItems']],
    ['object', ['properties', 'patternProperties', 'additionalProperties', 'unevaluatedProperties', 'propertyNames']],
    ['object', ['minProperties', 'maxProperties', 'required', 'dependentRequired', 'dependentSchemas']],
];
const TYPES_OF_KEYWORDS = new Map(KEYWORDS_OF_TYPES.flatMap(([type, keywords]) => keywords.map((keyword) => [keyword, type])));
/** The JSON type that a keyword is about; undefined if it is about values of any type. */
function typeOfKeyword(keyword) {
    return TYPES_OF_KEYWORDS.get(keyword);
}
/** Keywords that check nothing. */
const ANNOTATIONS = new Set([
    ...['title', 'description', '$comment', 'default', 'examples', 'deprecated', 'readOnly', 'writeOnly'],
    ...['contentEncoding', 'contentMediaType', 'contentSchema'],
]);
/** The keywords of draft 2020-12 except references, and the limits of dates that ajv-formats adds. */
const KEYWORDS = [
    ...['type', 'const', 'enum', 'not', 'if', 'then', 'else', 'allOf', 'anyOf', 'oneOf'],
    ...TYPES_OF_KEYWORDS.keys(),
    ...ANNOTATIONS,
];
const NO_REFERENCES = 'References are not supported. Write the schema out.';
const ONE_DRAFT = 'Remove it: schemas are of draft 2020-12.';
const UNSUPPORTED = {
    $ref: NO_REFERENCES,
    $dynamicRef: NO_REFERENCES,
    $id: NO_REFERENCES,
    id: NO_REFERENCES,
    $anchor: NO_REFERENCES,
    $dynamicAnchor: NO_REFERENCES,
    $defs: NO_REFERENCES,
    definitions: NO_REFERENCES,
    $schema: ONE_DRAFT,
    $vocabulary: ONE_DRAFT,
    dependencies: 'Use dependentRequired or dependentSchemas.',
    additionalItems: 'Use prefixItems and items.',
    nullable: 'Add "null" to the list under "type".',
};
/** Words of other languages for keywords. */
const SYNONYMS = {
    equals: 'const',
    equal: 'const',
    eq: 'const',
    is: 'const',
    value: 'const',
    in: 'enum',
    values: 'enum',
    regex: 'pattern',
    regexp: 'pattern',
    match: 'pattern',
    matches: 'pattern',
    min: 'minimum',
    max: 'maximum',
};
/** What to do about a keyword of JSON Schema that is not supported. */
function unsupportedKeyword(keyword) {
    return Object.hasOwn(UNSUPPORTED, keyword) ? UNSUPPORTED[keyword] : undefined;
}
/** The keyword for a word of another language. */
function keywordSynonym(word) {
    const folded = word.toLowerCase();
    return Object.hasOwn(SYNONYMS, folded) ? SYNONYMS[folded] : undefined;
}
/**
 * A schema with each schema directly inside it replaced.
 *
 * @param replace is given the keyword, and the position or name if the keyword has several schemas
 */
function mapSubschemas(schema, replace) {
    const mapped = Object.entries(schema).map(([keyword, value]) => {
        if (SCHEMA_KEYWORDS.has(keyword))
            return [keyword, replace(value, keyword)];
        if (SCHEMA_LIST_KEYWORDS.has(keyword) && Array.isArray(value)) {
            return [keyword, value.map((inside, at) => replace(inside, keyword, at))];
        }
        if (!SCHEMA_MAP_KEYWORDS.has(keyword) || !(0,_json_js__WEBPACK_IMPORTED_MODULE_0__/* .isObject */ .Gv)(value))
            return [keyword, value];
        const members = Object.entries(value).map(([name, inside]) => [
            name,
            replace(inside, keyword, name),
        ]);
        return [keyword, Object.fromEntries(members)];
    });
    return Object.fromEntries(mapped);
}
/**
 * The JSON type under a schema's `not` if blank cells violate the schema by it alone: a blank cell meets the negated
 * keywords, and `type` does not say whether blank is allowed. Undefined for any other schema.
 */
function typeThatRefusesBlank(schema) {
    if (!(0,_json_js__WEBPACK_IMPORTED_MODULE_0__/* .isObject */ .Gv)(schema) || Object.hasOwn(schema, 'type') || !(0,_json_js__WEBPACK_IMPORTED_MODULE_0__/* .isObject */ .Gv)(schema.not))
        return undefined;
    const keywords = Object.keys(schema.not).filter((keyword) => !ANNOTATIONS.has(keyword));
    const types = keywords.map(typeOfKeyword);
    return types.includes(undefined) ? undefined : types[0];
}


/***/ })

};
