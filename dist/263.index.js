export const id = 263;
export const ids = [263];
export const modules = {

/***/ 44263:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  readPolicyFile: () => (/* binding */ readPolicyFile)
});

// UNUSED EXPORTS: openPolicyFile, policyFileProblems

// EXTERNAL MODULE: ./src/failure.ts
var failure = __webpack_require__(1633);
// EXTERNAL MODULE: ./src/file-problem.ts
var file_problem = __webpack_require__(88835);
// EXTERNAL MODULE: ./src/workspace-file.ts
var workspace_file = __webpack_require__(94429);
// EXTERNAL MODULE: ./src/yaml-file.ts
var yaml_file = __webpack_require__(62619);
// EXTERNAL MODULE: ./src/yaml-value.ts
var yaml_value = __webpack_require__(96740);
// EXTERNAL MODULE: ./node_modules/yaml/dist/index.js
var dist = __webpack_require__(38815);
// EXTERNAL MODULE: ./src/mailboxes/address.ts
var address = __webpack_require__(16592);
// EXTERNAL MODULE: ./src/text/shown-text.ts
var shown_text = __webpack_require__(25936);
// EXTERNAL MODULE: ./src/nearest-name.ts
var nearest_name = __webpack_require__(99809);
;// CONCATENATED MODULE: ./src/policy/last-day.ts


const DAY = /^(\d{4})-(\d{2})-(\d{2})$/;
/** `2027-1-31`, `2027/01/31`, `31.01.2027`, and with a time of day. Which of 1/2/2027 is the month cannot be told. */
const YEAR_FIRST = /^(\d{4})[-/.](\d{1,2})[-/.](\d{1,2})(?:[T ].*)?$/;
const DAY_FIRST = /^(\d{1,2})[-/.](\d{1,2})[-/.](\d{4})$/;
/** A day such as 2027-01-31, in quotes or not. Anything else is added to the problems, and gives undefined. */
function lastDay(value, problems) {
    const written = (0,yaml_value/* scalarText */.ws)(value, problems)?.trim();
    if (written === undefined || isDay(written))
        return written;
    const meant = meantDay(written);
    const [, year, month, day] = DAY.exec(written) ?? [];
    const noSuchDay = year === undefined ? '' : lengthOfMonth(Number(year), Number(month), Number(day));
    problems.add(value.offset, `${(0,shown_text/* shownText */.f)(value.name)} cannot be ${(0,shown_text/* shownText */.f)(written)}.`, `${meant === undefined ? noSuchDay : `Did you mean ${meant}? `}Write the last day as year-month-day, such as 2027-01-31.`);
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

;// CONCATENATED MODULE: ./src/policy/line-of-text.ts


/** A text of one line, without the blanks around it. Anything else is added to the problems, and gives undefined. */
function lineOfText(value, longest, problems) {
    const line = (0,yaml_value/* text */.Qq)(value, problems)?.trim();
    if (line === undefined)
        return undefined;
    const name = (0,shown_text/* shownText */.f)(value.name);
    if (line.length > longest) {
        problems.add(value.offset, `${name} is longer than ${longest} characters.`, 'Write less; a page goes under "help".');
        return undefined;
    }
    if (/[\p{Cc}\p{Cs}\p{Zl}\p{Zp}\u200b-\u200f\u202a-\u202e\u2060-\u2069\ufeff]/u.test(line)) {
        const hint = 'Write it on one line, without characters that cannot be seen; ">-" joins lines.';
        problems.add(value.offset, `${name} has a line break or a character that cannot be seen.`, hint);
        return undefined;
    }
    return line;
}

// EXTERNAL MODULE: ./src/policy/wildcard.ts
var wildcard = __webpack_require__(12930);
;// CONCATENATED MODULE: ./src/policy/exemption-reader.ts








const KEYS = { required: ['rule', 'mailboxes', 'reason', 'owner', 'expires'], optional: [] };
const MOST = 5000;
const LONGEST_REASON = 500;
const LONGEST_OWNER = 200;
/**
 * The exemptions of a policy file. What is wrong is added to the problems.
 *
 * @param ids those of the policy's rules; undefined where they cannot be told: then any will do
 */
function policyExemptions(value, ids, problems) {
    // What is left once the last one was taken out.
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
    const reason = (0,yaml_value/* given */.gI)(keys, 'reason', (value) => lineOfText(value, LONGEST_REASON, problems));
    const owner = (0,yaml_value/* given */.gI)(keys, 'owner', (value) => lineOfText(value, LONGEST_OWNER, problems));
    const expires = (0,yaml_value/* given */.gI)(keys, 'expires', (value) => lastDay(value, problems));
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
    const meant = (0,nearest_name/* nearestName */.q)(id, ids);
    const hint = `${meant === undefined ? '' : `Did you mean "${meant}"? `}An exemption names the id of one rule of this file.`;
    problems.add(value.offset, `There is no rule ${(0,shown_text/* shownText */.f)(id)}.`, hint);
    return undefined;
}
function patternsOf(value, problems) {
    const items = (0,dist/* isSeq */.oP)(value.node) ? (0,yaml_value/* list */.p_)(value, problems) : [value];
    if (items === undefined || items.length === 0) {
        problems.add(value.offset, `${(0,shown_text/* shownText */.f)(value.name)} has no mailbox.`, 'Name one, or a pattern such as *@contoso.com.');
        return undefined;
    }
    if (items.length > MOST) {
        problems.add(value.offset, `${(0,shown_text/* shownText */.f)(value.name)} has more than ${MOST} mailboxes.`, 'Use patterns with *.');
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
        problems.add(value.offset, `${(0,shown_text/* shownText */.f)(value.name)} begins with "!".`, hint);
        return undefined;
    }
    if (canMatch(pattern))
        return { pattern, place: problems.placeOf(value.offset) };
    problems.add(value.offset, `${(0,shown_text/* shownText */.f)(value.name)} is no address that a mailbox could have, and no pattern of one.`, /[,;\s]/.test(pattern)
        ? 'Write each address as an item of a list.'
        : 'Give an address, or a pattern in which * stands for any characters and ? for one, such as *@contoso.com.');
    return undefined;
}
/** Whether a mailbox can have such an address, as far as that can be told from its characters. */
function canMatch(pattern) {
    if (!(0,wildcard/* isPattern */.P)(pattern))
        return (0,address/* isAddress */.P)(pattern);
    if (pattern.length > address/* MAX_ADDRESS_LENGTH */.f || /[\s\p{Cc}\p{Cf}\p{Cs}"<>()[\],;:\\]/u.test(pattern))
        return false;
    return pattern.includes('@') || pattern.includes('*');
}

// EXTERNAL MODULE: ./src/reports/built-in.ts + 6 modules
var built_in = __webpack_require__(77565);
// EXTERNAL MODULE: ./src/reports/definition.ts
var definition = __webpack_require__(54530);
// EXTERNAL MODULE: ./src/schema/held-values.ts
var held_values = __webpack_require__(53559);
// EXTERNAL MODULE: ./src/yaml-json.ts
var yaml_json = __webpack_require__(13999);
// EXTERNAL MODULE: ./src/json.ts
var json = __webpack_require__(8301);
// EXTERNAL MODULE: ./src/schema/keyword-types.ts
var keyword_types = __webpack_require__(46512);
// EXTERNAL MODULE: ./src/schema/never-holds.ts
var never_holds = __webpack_require__(26654);
// EXTERNAL MODULE: ./src/schema/subschemas.ts
var subschemas = __webpack_require__(41893);
;// CONCATENATED MODULE: ./src/schema/idle-keywords.ts





const NOUNS = {
    string: 'texts',
    number: 'numbers',
    array: 'lists',
    object: 'objects',
};
/** What was meant by a keyword about texts or numbers where a column holds lists, and the other way round. */
const FOR_LISTS = { minLength: 'minItems', maxLength: 'maxItems' };
const FOR_TEXTS = { minItems: 'minLength', maxItems: 'maxLength' };
/**
 * The keywords of a schema that are about another JSON type than a column's. Those of schemas about the cell itself are
 * held against its type, those about the items of a list or a member of an object against that one's type; where a type is not known, nothing is
 * said.
 */
function idleKeywords(schema, type) {
    return [...(0,subschemas/* subschemas */.z)(schema, type)].flatMap(idleIn);
}
function idleIn({ schema, type, path }) {
    const types = typesHeld(type);
    if (types === undefined)
        return [];
    return Object.keys(schema).flatMap((keyword) => {
        const about = Object.hasOwn(keyword_types/* ABOUT */.OZ, keyword) ? keyword_types/* ABOUT */.OZ[keyword] : undefined;
        if (about === undefined)
            return [];
        if (types.has(about))
            return keyword === 'format' ? strangeFormat(schema, type, path) : [];
        const reason = `it is about ${NOUNS[about]}, and the column holds ${(0,held_values/* heldBy */.V)(type)}`;
        return [{ path: [...path, keyword], keyword, reason, hint: hintFor(keyword, about, types) }];
    });
}
/** What was meant by a format of texts that bear an offset from UTC. */
const WITHOUT_OFFSET = { time: 'iso-time', 'date-time': 'iso-date-time' };
/** A format that no text of the column has: blank cells alone would meet it. */
function strangeFormat(schema, type, path) {
    const format = (0,json/* property */.MZ)(schema, 'format');
    if (typeof format !== 'string' || (0,never_holds/* neverHolds */.p)({ type: 'string', format }, type) === undefined)
        return [];
    const meant = Object.hasOwn(WITHOUT_OFFSET, format) ? WITHOUT_OFFSET[format] : undefined;
    const hint = meant === undefined ? 'Use another format, or a pattern.' : `Did you mean "${meant}"?`;
    const reason = `no text of the column has the format ${format}, which holds ${(0,held_values/* heldBy */.V)(type)}`;
    return [{ path: [...path, 'format'], keyword: 'format', reason, hint }];
}
/** The JSON types of what a column can hold; undefined where its type does not tell. */
function typesHeld(type) {
    const named = (0,json/* property */.MZ)(type, 'type');
    const names = (Array.isArray(named) ? named : [named]).filter((name) => typeof name === 'string');
    if (names.length > 0)
        return new Set(names.map((name) => (name === 'integer' ? 'number' : name)));
    const values = (0,json/* property */.MZ)(type, 'enum') ?? [(0,json/* property */.MZ)(type, 'const')];
    if (!Array.isArray(values) || values.length === 0)
        return undefined;
    const types = values.map((value) => (value === undefined ? undefined : typeOf(value)));
    return types.every((name) => name !== undefined) ? new Set(types) : undefined;
}
function typeOf(value) {
    if (value === null)
        return 'null';
    return Array.isArray(value) ? 'array' : typeof value;
}
function hintFor(keyword, about, types) {
    if (types.has('array') && about !== 'array') {
        const ofList = FOR_LISTS[keyword];
        const inList = `For its values, write { items: { ${keyword}: ... } }, or contains in place of items for one of them.`;
        return ofList === undefined ? inList : `Did you mean "${ofList}"? ${inList}`;
    }
    const ofText = types.has('string') ? FOR_TEXTS[keyword] : undefined;
    if (ofText !== undefined)
        return `Did you mean "${ofText}"?`;
    return 'As it stands it never makes a difference: use const, enum or a keyword of that type, or name another column.';
}

// EXTERNAL MODULE: ./src/schema/schema-reader.ts + 1 modules
var schema_reader = __webpack_require__(99923);
;// CONCATENATED MODULE: ./src/policy/column-schemas.ts









const ADDRESS = { type: 'string', minLength: 1 };
/**
 * Columns of a report, each with a schema of its cells. Added to the problems are columns that the report has not, and
 * schemas that no cell of the column can meet.
 *
 * @param about the rule's report, undefined where it is not known which: then any column will do; and all that are known
 */
function columnSchemas(value, { report, reports }, problems) {
    const found = (0,yaml_value/* mapping */.pq)(value, problems);
    if (found === undefined)
        return undefined;
    if (found.entries.size === 0) {
        problems.add(value.offset, `${(0,shown_text/* shownText */.f)(value.name)} names no column.`, 'Add one: "Column: { const: value }".');
    }
    const schemas = [];
    for (const entry of found.entries.values()) {
        const known = report === undefined || isColumn(entry, report, reports, problems);
        const type = known && report !== undefined ? column_schemas_typeOf(entry.key, report) : undefined;
        const schema = (0,schema_reader/* cellSchema */.g)(entry.value, problems);
        if (schema === undefined)
            continue;
        addWhatNeverHolds(entry.value, schema, { type, blank: type !== ADDRESS }, problems);
        schemas.push([entry.key, schema]);
    }
    return Object.fromEntries(schemas);
}
function isColumn({ key, keyOffset }, { name, columns }, reports, problems) {
    if (key === definition/* MAILBOX_COLUMN */.aN || Object.hasOwn(columns, key))
        return true;
    const refused = refusal(key);
    if (refused !== undefined) {
        problems.add(keyOffset, `A rule cannot be about ${(0,shown_text/* shownText */.f)(key)}.`, refused);
        return false;
    }
    const known = [definition/* MAILBOX_COLUMN */.aN, ...Object.keys(columns)];
    const meant = (0,nearest_name/* nearestName */.q)(key, known);
    const sameButCase = meant?.toLowerCase() === key.toLowerCase();
    problems.add(keyOffset, `The report ${name} has no column ${(0,shown_text/* shownText */.f)(key)}.`, (meant === undefined
        ? elsewhere(key, reports)
        : sameButCase
            ? `Write "${meant}": case counts. `
            : `Did you mean "${meant}"? `) +
        `Its columns are: ${known.map((column) => (0,shown_text/* shownText */.f)(column).slice(1, -1)).join(', ')}.`);
    return false;
}
/** A rule is about the rows of one report, whose columns alone it can name. */
function elsewhere(column, reports) {
    const names = reports.filter(({ columns }) => Object.hasOwn(columns, column)).map(({ name }) => name);
    return names.length === 0 ? '' : `It is a column of ${names.join(' and ')}: name that under "report". `;
}
function refusal(column) {
    const folded = column.toLowerCase();
    if (definition/* STATUS_COLUMNS */.bq.some((name) => name.toLowerCase() === folded)) {
        return 'A mailbox that could not be read is inconclusive by itself; the input "max-unread" says how many may be.';
    }
    return definition/* VERDICT_COLUMNS */.aZ.some((name) => name.toLowerCase() === folded) ? 'It is what the rules give.' : undefined;
}
function column_schemas_typeOf(column, { types = {}, columns }) {
    if (column === definition/* MAILBOX_COLUMN */.aN && !Object.hasOwn(columns, column))
        return ADDRESS;
    return Object.hasOwn(types, column) ? types[column] : undefined;
}
function addWhatNeverHolds(value, schema, { type, blank }, problems) {
    const idle = type === undefined ? [] : idleKeywords(schema, type);
    for (const { path, keyword, reason, hint } of idle) {
        const { offset } = (0,yaml_json/* valueAt */.fK)(value, path, problems);
        problems.add(offset, `"${keyword}" says nothing here: ${reason}.`, hint);
    }
    if (idle.length > 0)
        return;
    const stray = type === undefined ? [] : (0,held_values/* strayValues */.M)(schema, type, blank);
    for (const { path, value: never, hint } of stray) {
        const { offset, name } = (0,yaml_json/* valueAt */.fK)(value, path, problems);
        problems.add(offset, `${(0,shown_text/* shownText */.f)(name)} cannot be ${(0,yaml_json/* shownJson */.oB)(never)}: the column never holds it.`, hint);
    }
    const reason = stray.length > 0 ? undefined : (0,never_holds/* neverHolds */.p)(schema, type, blank ? 'cells' : 'addresses');
    if (reason === undefined)
        return;
    const hint = (0,never_holds/* neverHolds */.p)(schema) === undefined
        ? 'Ask for what the column can hold, or name another column.'
        : 'Leave out what rules out the rest.';
    problems.add(value.offset, `${(0,shown_text/* shownText */.f)(value.name)} can never hold: ${reason}.`, hint);
}

;// CONCATENATED MODULE: ./src/policy/rule-reader.ts







const rule_reader_KEYS = {
    required: ['id', 'expect'],
    optional: ['title', 'report', 'severity', 'when', 'set', 'help'],
};
const SEVERITIES = ['error', 'warning'];
const USUAL_REPORT = 'mailbox-settings';
const rule_reader_MOST = 500;
const LONGEST_TITLE = 200;
const LONGEST_ADDRESS = 2000;
/** Ids are joined with `; ` in a cell, and stand in addresses and file names. */
const ID = /^[A-Za-z0-9][A-Za-z0-9._-]{0,99}$/;
/** What may stand in an address, without somebody's name or password: https://www.rfc-editor.org/rfc/rfc3986#appendix-A */
const PAGE = /^https?:\/\/(?![/?#]|[^/?#]*@)[A-Za-z0-9\-._~:/?#[\]@!$&'()*+,;=%]+$/;
/** The rules of a policy file. What is wrong is added to the problems. */
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
    const rules = items.slice(0, rule_reader_MOST).flatMap((item) => ruleOf(item, { known, complete, ids, problems }) ?? []);
    return { rules, ids: [...ids.values()] };
}
function ruleOf(item, { known, complete, ids, problems }) {
    const keys = (0,yaml_value/* record */.g1)(item, rule_reader_KEYS, problems);
    if (keys === undefined)
        return undefined;
    const id = (0,yaml_value/* given */.gI)(keys, 'id', (value) => idOf(value, ids, problems));
    const title = keys.entries.has('title')
        ? (0,yaml_value/* given */.gI)(keys, 'title', (value) => lineOfText(value, LONGEST_TITLE, problems))
        : id;
    const severity = (0,yaml_value/* given */.gI)(keys, 'severity', (value) => (0,yaml_value/* oneOf */.yL)(value, SEVERITIES, problems)) ?? 'error';
    const report = keys.entries.has('report')
        ? (0,yaml_value/* given */.gI)(keys, 'report', (value) => reportOf(value, { known, complete, problems }))
        : known.get(USUAL_REPORT);
    const reports = [...known.values()];
    const when = (0,yaml_value/* given */.gI)(keys, 'when', (value) => columnSchemas(value, { report, reports }, problems)) ?? {};
    const expect = (0,yaml_value/* given */.gI)(keys, 'expect', (value) => columnSchemas(value, { report, reports }, problems));
    const set = (0,yaml_value/* given */.gI)(keys, 'set', (value) => (0,yaml_json/* jsonObject */.o$)(value, problems));
    const help = (0,yaml_value/* given */.gI)(keys, 'help', (value) => helpOf(value, problems));
    if (id === undefined || title === undefined || report === undefined || expect === undefined)
        return undefined;
    return { id, report: report.name, title, severity, when, expect, set, help, place: problems.placeOf(item.offset) };
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
        problems.add(value.offset, `${(0,shown_text/* shownText */.f)(value.name)} cannot be ${(0,shown_text/* shownText */.f)(id)}.`, hint);
    }
    else if (taken !== undefined) {
        const hint = 'Give each rule an id of its own; case does not count.';
        problems.add(value.offset, `There is a rule ${(0,shown_text/* shownText */.f)(taken)} already.`, hint);
    }
    if (taken === undefined)
        ids.set(folded, id);
    return id;
}
function reportOf(value, { known, complete, problems }) {
    const name = (0,yaml_value/* text */.Qq)(value, problems);
    const report = name === undefined ? undefined : known.get(name);
    // What is wrong with the other file is told there.
    if (name === undefined || report !== undefined || !complete)
        return report;
    const meant = (0,nearest_name/* nearestName */.q)(name.replace(/^.*[/\\]|\.ya?ml$/gi, ''), known.keys());
    problems.add(value.offset, `There is no report ${(0,shown_text/* shownText */.f)(name)}.`, (meant === undefined ? '' : `Did you mean "${meant}"? `) +
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
    problems.add(value.offset, `${(0,shown_text/* shownText */.f)(value.name)} cannot be ${(0,shown_text/* shownText */.f)(address)}.`, `${hint}Give the whole address of a page, beginning with https://, percent-encoded and without a password.`);
    return undefined;
}

;// CONCATENATED MODULE: ./src/policy/policy-file.ts







const policy_file_KEYS = { required: ['rules'], optional: ['exemptions'] };
/**
 * Reads a policy file of the workspace. Throws a UserError `POLICY_FILE` that says what is wrong first, with its place, and
 * how much besides; or that there is no such file in the workspace.
 *
 * @param file path relative to the workspace, or absolute within it
 * @param workspace absolute path of the repository's checkout
 * @param reports those of the run; rules may be about built-in ones besides
 */
async function readPolicyFile(file, workspace, reports) {
    const read = await openPolicyFile(file, workspace, reports);
    if (read.ok)
        return read.policy;
    const [{ hint, place }] = read.problems;
    throw new failure/* UserError */.yo('POLICY_FILE', (0,file_problem/* firstOf */.K)(read.problems), { hint, place });
}
/**
 * The same with everything that is wrong. Throws a UserError `POLICY_FILE` for a file that cannot be opened alone.
 *
 * @param complete whether the reports are all that were named: where one could not be read, a rule may be about it
 */
async function openPolicyFile(file, workspace, reports, complete = true) {
    const { bytes, shown } = await (0,workspace_file/* readWorkspaceFile */.s)(file, workspace, {
        code: 'POLICY_FILE',
        noun: 'policy file',
        input: 'policy',
        extensions: ['yml', 'yaml'],
        names: [],
    });
    return policyIn((0,yaml_file/* parseYamlBytes */.GV)(bytes, shown), shown, { reports, complete });
}
/**
 * Everything that is wrong in the text of a policy file, or the policy that it is.
 *
 * @param file its path relative to the workspace, with forward slashes
 */
function policyFileProblems(text, file, reports) {
    return policyIn(parseYaml(text, file), file, { reports, complete: true });
}
function policyIn({ root, problems }, file, reports) {
    const policy = root === undefined ? undefined : policyOf(root, file, reports, problems);
    const [first, ...more] = problems.all();
    if (first !== undefined)
        return { ok: false, problems: [first, ...more] };
    if (policy === undefined)
        throw new TypeError('a policy file gave neither a policy nor a problem');
    return { ok: true, policy };
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


/***/ }),

/***/ 12930:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   P: () => (/* binding */ isPattern),
/* harmony export */   X: () => (/* binding */ wildcard)
/* harmony export */ });
/** Whether a text of an exemption stands for more than one address. */
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
/** A character outside the Basic Multilingual Plane is two code units, and one to whoever writes `?`. */
function widthAt(text, at) {
    return (text.codePointAt(at) ?? 0) > 0xffff ? 2 : 1;
}


/***/ })

};
