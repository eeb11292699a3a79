export const id = 893;
export const ids = [893];
export const modules = {

/***/ 11893:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  openPolicyFile: () => (/* binding */ openPolicyFile),
  readPolicyFile: () => (/* binding */ readPolicyFile)
});

// UNUSED EXPORTS: policyFileProblems

// EXTERNAL MODULE: ./src/errors.ts
var errors = __webpack_require__(83916);
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
;// CONCATENATED MODULE: ./src/policy/expiry-date.ts


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

;// CONCATENATED MODULE: ./src/policy/line-of-text.ts


/** A text of one line, without the blanks around it. Anything else is added to the problems, and gives undefined. */
function lineOfText(value, longest, problems) {
    const line = (0,yaml_value/* text */.Qq)(value, problems)?.trim();
    if (line === undefined)
        return undefined;
    const name = (0,display/* shownText */.f$)(value.name);
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
    const meant = (0,did_you_mean/* didYouMean */.a)(id, ids);
    const hint = `${meant === undefined ? '' : `Did you mean "${meant}"? `}An exemption names the id of one rule of this file.`;
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
/** Whether a mailbox can have such an address, as far as that can be told from its characters. */
function canMatch(pattern) {
    if (!(0,wildcard/* isPattern */.P)(pattern))
        return (0,address/* isAddress */.P)(pattern);
    if (pattern.length > address/* MAX_ADDRESS_LENGTH */.f || /[\s\p{Cc}\p{Cf}\p{Cs}"<>()[\],;:\\]/u.test(pattern))
        return false;
    return pattern.includes('@') || pattern.includes('*');
}

// EXTERNAL MODULE: ./src/reports/built-in.ts + 6 modules
var built_in = __webpack_require__(36267);
// EXTERNAL MODULE: ./src/reports/definition.ts
var definition = __webpack_require__(54530);
// EXTERNAL MODULE: ./src/json.ts
var json = __webpack_require__(8301);
// EXTERNAL MODULE: ./src/text/numbers.ts
var numbers = __webpack_require__(92613);
// EXTERNAL MODULE: ./src/schema/cell-schema.ts
var cell_schema = __webpack_require__(69507);
// EXTERNAL MODULE: ./src/schema/spelling.ts
var schema_spelling = __webpack_require__(88105);
;// CONCATENATED MODULE: ./src/schema/subschemas.ts

/** A schema and those inside it, each with the type of what it is about; where items or members have none, nothing of them. */
function* subschemas(schema, type, path = []) {
    if (!(0,json/* isObject */.Gv)(schema))
        return;
    yield { path, schema, type };
    for (const keyword of ['not', 'if', 'then', 'else']) {
        yield* subschemas((0,json/* property */.MZ)(schema, keyword) ?? true, type, [...path, keyword]);
    }
    for (const keyword of ['allOf', 'anyOf', 'oneOf']) {
        yield* ofList((0,json/* property */.MZ)(schema, keyword), type, [...path, keyword]);
    }
    yield* ofMembers((0,json/* property */.MZ)(schema, 'properties'), (0,json/* property */.MZ)(type, 'properties'), [...path, 'properties']);
    const items = (0,json/* property */.MZ)(type, 'items');
    if (!(0,json/* isObject */.Gv)(items))
        return;
    for (const keyword of ['items', 'contains']) {
        yield* subschemas((0,json/* property */.MZ)(schema, keyword) ?? true, items, [...path, keyword]);
    }
    yield* ofList((0,json/* property */.MZ)(schema, 'prefixItems'), items, [...path, 'prefixItems']);
}
/** Those of an object's members whose types are known. */
function* ofMembers(schemas, types, path) {
    if (!(0,json/* isObject */.Gv)(schemas) || !(0,json/* isObject */.Gv)(types))
        return;
    for (const [name, schema] of Object.entries(schemas)) {
        const type = Object.hasOwn(types, name) ? types[name] : undefined;
        if ((0,json/* isObject */.Gv)(type))
            yield* subschemas(schema, type, [...path, name]);
    }
}
function* ofList(schemas, type, path) {
    if (!Array.isArray(schemas))
        return;
    for (const [at, schema] of schemas.entries())
        yield* subschemas(schema, type, [...path, at]);
}

// EXTERNAL MODULE: ./src/yaml/json.ts
var yaml_json = __webpack_require__(20213);
;// CONCATENATED MODULE: ./src/schema/held-values.ts







const NOUNS = {
    string: 'text',
    boolean: 'true or false',
    integer: 'whole numbers',
    number: 'numbers',
    object: 'objects',
    array: 'lists',
};
/** What a column's cells can hold besides null, for people: `none, contactsOnly or all`. */
function heldBy(type) {
    const values = (0,json/* property */.MZ)(type, 'enum');
    if (Array.isArray(values) && values.length > 0)
        return (0,numbers/* listed */.KE)(values.map(plain), 'or');
    const only = (0,json/* property */.MZ)(type, 'const');
    if (only !== undefined)
        return plain(only);
    const name = (0,json/* property */.MZ)(type, 'type');
    const names = (Array.isArray(name) ? name : [name]).filter((word) => typeof word === 'string');
    const items = (0,json/* property */.MZ)(type, 'items');
    if (names.length === 1 && names[0] === 'array' && (0,json/* isObject */.Gv)(items))
        return `lists of ${heldBy(items)}`;
    const examples = (0,json/* property */.MZ)(type, 'examples');
    const [example] = Array.isArray(examples) ? examples : [];
    if (example !== undefined && names.length === 1)
        return `${NOUNS[names[0] ?? ''] ?? 'values'} such as ${plain(example)}`;
    const format = (0,json/* property */.MZ)(type, 'format');
    if (names.length === 1 && names[0] === 'string' && typeof format === 'string')
        return `text of the format ${format}`;
    const nouns = names.flatMap((word) => (Object.hasOwn(NOUNS, word) ? (NOUNS[word] ?? []) : []));
    return nouns.length === 0 ? 'what its type allows' : (0,numbers/* listed */.KE)(nouns, 'or');
}
/**
 * The values under `const` and `enum` that a column cannot hold. Those of schemas about the cell itself are held against
 * its type, those about the items of a list or a member of an object against that one's type.
 *
 * @param blank whether the column can hold null
 */
function strayValues(schema, type, blank = true) {
    return [...subschemas(schema, type)].flatMap((inside) => [...strayHere(inside, blank)]);
}
function* strayHere({ schema, type, path }, blank) {
    const only = (0,json/* property */.MZ)(schema, 'const');
    const values = (0,json/* property */.MZ)(schema, 'enum');
    if (only === undefined && !Array.isArray(values))
        return;
    const canHold = (0,cell_schema/* compileCell */.CH)(type);
    const spelling = new schema_spelling/* Spelling */.Z(type);
    const isHeld = (value) => (value === null && blank) || canHold(spelling.cell(value));
    const held = `The column can hold ${heldBy(type)}${blank ? ', or nothing: null' : ''}.`;
    if (only !== undefined && !isHeld(only)) {
        yield { path: [...path, 'const'], value: only, hint: hintFor(only, type, isHeld) + held };
    }
    for (const [at, value] of Array.isArray(values) ? values.entries() : []) {
        if (!isHeld(value))
            yield { path: [...path, 'enum', at], value, hint: hintFor(value, type, isHeld) + held };
    }
}
function hintFor(value, type, isHeld) {
    if (isHeld([value]))
        return `For a list that has it, write { contains: { const: ${plain(value)} } }. `;
    if (typeof value === 'number' || typeof value === 'boolean') {
        return isHeld(String(value)) ? `Write it in quotes: '${value}'. ` : '';
    }
    if (typeof value !== 'string')
        return '';
    const unquoted = scalarIn(value);
    if (unquoted !== undefined && isHeld(unquoted))
        return `Write ${String(unquoted)} without quotes. `;
    const near = (0,did_you_mean/* didYouMean */.a)(value, (0,schema_spelling/* enumValues */.U)(type).filter((known) => typeof known === 'string'));
    return near === undefined ? '' : `Did you mean "${near}"? `;
}
function scalarIn(text) {
    const folded = text.trim().toLowerCase();
    if (folded === 'true' || folded === 'false')
        return folded === 'true';
    return /^-?\d+(?:\.\d+)?$/.test(folded) ? Number(folded) : undefined;
}
function plain(value) {
    return typeof value === 'string' ? (0,yaml_json/* shownJson */.oB)(value).slice(1, -1) : (0,yaml_json/* shownJson */.oB)(value);
}

// EXTERNAL MODULE: ./src/schema/keyword-types.ts
var keyword_types = __webpack_require__(46512);
// EXTERNAL MODULE: ./src/schema/crossed-bounds.ts
var crossed_bounds = __webpack_require__(17782);
;// CONCATENATED MODULE: ./src/schema/never-holds.ts





const ALL_TYPES = ['null', 'boolean', 'object', 'array', 'number', 'string'];
/** Schemas whose alternatives multiply are not thought through to the end: then nothing is certain. */
const MOST_STEPS = 60;
/** Of more values, and of longer ones, nothing is tried out. */
const MOST_TRIED = 1000;
const LONGEST_TRIED = 5000;
/** Compiling a schema takes some milliseconds, and a file of a fork may hold many that ask for it again and again. */
const MOST_COMPILED = 4;
/** Characters of a schema, as JSON, that is thought about. */
const LONGEST = 5000;
/**
 * Why no value meets a schema, or none that a column can hold. A clause, such as `no number is at least 5 and at most 3`;
 * undefined where some value does, or where that is not certain.
 *
 * @param type what the column's cells can hold besides null; strings under its `enum` compare without case
 * @param of what they are: addresses are never null, and compare without case
 */
function neverHolds(schema, type, of = 'cells') {
    if (JSON.stringify(schema).length > LONGEST)
        return undefined;
    const blank = of === 'cells';
    const spelled = (blank ? new schema_spelling/* Spelling */.Z(type) : new schema_spelling/* Spelling */.Z(undefined, true)).schema(schema);
    const compile = blank ? cell_schema/* compileCell */.CH : cell_schema/* compileAddress */.gI;
    const alone = new Search(compile).contradiction([spelled]);
    if (alone !== undefined || type === undefined)
        return alone;
    const held = new Search(compile).contradiction([spelled, blank ? { anyOf: [type, { type: 'null' }] } : type]);
    return held === undefined ? undefined : `the column can hold only ${heldBy(type)}${blank ? ', or nothing' : ''}`;
}
/** Looks for a reason why no value meets some schemas together, for a limited number of steps. */
class Search {
    #compile;
    #steps = 0;
    #compiled = 0;
    constructor(compile) {
        this.#compile = compile;
    }
    contradiction(schemas) {
        this.#steps += 1;
        if (this.#steps > MOST_STEPS)
            return undefined;
        const parts = partsOf(schemas);
        if (parts === undefined)
            return 'false is a schema that nothing meets';
        const values = smallestChoice(parts);
        if (values !== undefined) {
            const meeting = this.#meetingOf(values, parts);
            if (meeting === 'some')
                return undefined;
            if (meeting === 'none')
                return noneOf(values.length);
        }
        return opposed(parts) ?? this.#noAlternative(parts) ?? this.#noType(parts);
    }
    /** Whether some of the values meet the schemas. */
    #meetingOf(values, parts) {
        if (values.length === 0)
            return 'none';
        if (values.length > MOST_TRIED || JSON.stringify(values).length > LONGEST_TRIED)
            return 'unsure';
        this.#compiled += 1;
        if (this.#compiled > MOST_COMPILED)
            return 'unsure';
        try {
            return values.some(this.#compile({ allOf: [...parts] })) ? 'some' : 'none';
        }
        catch {
            // A schema inside that the validator refuses, such as one of crossed bounds.
            return 'unsure';
        }
    }
    /** Every alternative of a schema is ruled out by the rest. */
    #noAlternative(parts) {
        for (const part of parts) {
            for (const keyword of ['anyOf', 'oneOf']) {
                if (this.#steps > MOST_STEPS)
                    return undefined;
                const alternatives = (0,json/* property */.MZ)(part, keyword);
                if (!Array.isArray(alternatives))
                    continue;
                const rest = Object.fromEntries(Object.entries(part).filter(([other]) => other !== keyword));
                const others = parts.map((other) => (other === part ? rest : other));
                let reason;
                for (const alternative of alternatives) {
                    reason = this.contradiction([...others, alternative]);
                    if (reason === undefined)
                        break;
                }
                if (reason === undefined)
                    continue;
                return alternatives.length === 1 ? reason : `none of the schemas under ${keyword} can hold`;
            }
        }
        return undefined;
    }
    /** No JSON type is left that all allow. */
    #noType(parts) {
        let left = ALL_TYPES;
        for (const part of parts) {
            const allowed = typesOf(part);
            left = left.filter((type) => allowed.includes(type));
            if ((0,json/* property */.MZ)(part, 'not') === true)
                return '"not" rules everything out';
            if ((0,json/* isObject */.Gv)(part.not) && Object.keys(part.not).length === 0)
                return '"not" rules everything out';
        }
        if (left.length === 0)
            return 'its types rule each other out';
        const reasons = left.map((type) => this.#noneOfType(type, parts));
        return reasons.every((reason) => reason !== undefined) ? reasons[0] : undefined;
    }
    #noneOfType(type, parts) {
        for (const part of parts) {
            const crossed = (0,crossed_bounds/* crossedBounds */.RX)(part).find((bounds) => bounds.type === type);
            if (crossed !== undefined)
                return crossed.reason;
        }
        if (type === 'number')
            return (0,crossed_bounds/* crossedNumbers */.Ap)(parts, parts.some(isWholeOnly))?.reason;
        if (type === 'string')
            return noLength(parts, 'minLength', 'maxLength', 'text');
        if (type === 'array')
            return noLength(parts, 'minItems', 'maxItems', 'list') ?? this.#noList(parts);
        if (type === 'object')
            return noLength(parts, 'minProperties', 'maxProperties', 'object') ?? this.#noObject(parts);
        return undefined;
    }
    #noList(parts) {
        const least = most(parts, 'minItems') ?? 0;
        const each = parts.flatMap((part) => {
            const items = (0,json/* property */.MZ)(part, 'items');
            return items === undefined || Object.hasOwn(part, 'prefixItems') ? [] : [items];
        });
        for (const part of parts) {
            const contains = (0,json/* property */.MZ)(part, 'contains');
            if (contains === undefined || ((0,crossed_bounds/* numberUnder */.E2)(part, 'minContains') ?? 1) < 1)
                continue;
            if (parts.some((other) => (0,crossed_bounds/* numberUnder */.E2)(other, 'maxItems') === 0))
                return 'an empty list contains nothing';
            const hasPrefix = parts.some((other) => Object.hasOwn(other, 'prefixItems'));
            const reason = this.contradiction(hasPrefix ? [contains] : [...each, contains]);
            if (reason !== undefined)
                return `no list contains such an item: ${reason}`;
        }
        if (least < 1 || each.length === 0 || parts.some((part) => Object.hasOwn(part, 'prefixItems')))
            return undefined;
        const reason = this.contradiction(each);
        return reason === undefined ? undefined : `a list of at least ${least} has no such item: ${reason}`;
    }
    #noObject(parts) {
        for (const name of parts.flatMap((part) => namesUnder(part, 'required'))) {
            const schemas = parts.flatMap((part) => (0,json/* property */.MZ)((0,json/* property */.MZ)(part, 'properties'), name) ?? []);
            const reason = schemas.length === 0 ? undefined : this.contradiction(schemas);
            if (reason !== undefined)
                return `a member that is required cannot be: ${reason}`;
        }
        return undefined;
    }
}
/** Keywords that say all that they say by themselves, whatever stands beside them. */
const ALONE = new Set([
    ...['type', 'const', 'enum', 'pattern', 'format', 'required', 'uniqueItems', 'multipleOf', 'minimum', 'maximum'],
    ...['exclusiveMinimum', 'exclusiveMaximum', 'minLength', 'maxLength', 'minItems', 'maxItems'],
]);
/** One schema rules out just what another asks for. */
function opposed(parts) {
    for (const part of parts) {
        const [entry, ...others] = (0,json/* isObject */.Gv)(part.not) ? Object.entries(part.not) : [];
        if (entry === undefined || others.length > 0 || !ALONE.has(entry[0]))
            continue;
        const [keyword, ruledOut] = entry;
        const asked = parts.map((other) => (0,json/* property */.MZ)(other, keyword));
        const isRuledOut = (value) => value !== undefined && JSON.stringify(value) === JSON.stringify(ruledOut);
        if (asked.some(isRuledOut))
            return `"not" rules out what "${keyword}" asks for`;
    }
    return undefined;
}
/** The fewest values among which one must be that meets them all; undefined where there is no such list. */
function smallestChoice(parts) {
    let smallest;
    for (const part of parts) {
        const choice = choiceOf(part);
        if (choice !== undefined && choice.length < (smallest?.length ?? Infinity))
            smallest = choice;
    }
    return smallest;
}
/** Schemas with those under `allOf` beside them; undefined where one is false. */
function partsOf(schemas) {
    const parts = [];
    const pending = [...schemas];
    for (let schema = pending.pop(); schema !== undefined; schema = pending.pop()) {
        if (schema === false)
            return undefined;
        if (!(0,json/* isObject */.Gv)(schema))
            continue;
        parts.push(schema);
        const all = (0,json/* property */.MZ)(schema, 'allOf');
        if (Array.isArray(all))
            pending.push(...all);
    }
    return parts;
}
/** All values that can meet a schema, and perhaps others; undefined where they cannot be listed. */
function choiceOf(schema) {
    if (schema === false)
        return [];
    if (!(0,json/* isObject */.Gv)(schema))
        return undefined;
    const only = (0,json/* property */.MZ)(schema, 'const');
    if (only !== undefined)
        return [only];
    const values = (0,json/* property */.MZ)(schema, 'enum');
    if (Array.isArray(values))
        return values;
    const types = namesUnder(schema, 'type');
    if (types.length > 0 && types.every((type) => type === 'null' || type === 'boolean')) {
        return types.flatMap((type) => (type === 'null' ? [null] : [true, false]));
    }
    const all = (0,json/* property */.MZ)(schema, 'allOf');
    for (const part of Array.isArray(all) ? all : []) {
        const choice = choiceOf(part);
        if (choice !== undefined)
            return choice;
    }
    for (const keyword of ['anyOf', 'oneOf']) {
        const alternatives = (0,json/* property */.MZ)(schema, keyword);
        if (!Array.isArray(alternatives))
            continue;
        const choices = alternatives.map((alternative) => choiceOf(alternative));
        if (choices.every((choice) => choice !== undefined))
            return choices.flat();
    }
    return undefined;
}
function noneOf(count) {
    if (count === 0)
        return 'it allows no value';
    return count === 1
        ? 'the one value that it allows does not meet the rest of it'
        : 'none of the values that it allows meets the rest of it';
}
function typesOf(part) {
    const named = namesUnder(part, 'type');
    const excluded = (0,json/* isObject */.Gv)(part.not) && Object.keys(part.not).length === 1 ? namesUnder(part.not, 'type') : [];
    return ALL_TYPES.filter((type) => (named.length === 0 || named.includes(type) || (type === 'number' && named.includes('integer'))) &&
        !excluded.includes(type));
}
function isWholeOnly(part) {
    const types = namesUnder(part, 'type');
    return types.includes('integer') && !types.includes('number');
}
function noLength(parts, least, greatest, noun) {
    const low = most(parts, least);
    const high = most(parts, greatest, -1);
    return low === undefined || high === undefined || low <= high
        ? undefined
        : `no ${noun} has at least ${low} and at most ${high}`;
}
/** The strictest number under a keyword: the greatest, or with a sign of -1 the least. */
function most(parts, keyword, sign = 1) {
    const numbers = parts.flatMap((part) => (0,crossed_bounds/* numberUnder */.E2)(part, keyword) ?? []);
    return numbers.length === 0 ? undefined : sign * Math.max(...numbers.map((number) => sign * number));
}
/** The texts under a keyword that holds one or a list of them. */
function namesUnder(schema, keyword) {
    const found = (0,json/* property */.MZ)(schema, keyword);
    const names = Array.isArray(found) ? found : [found];
    return names.filter((name) => typeof name === 'string');
}

;// CONCATENATED MODULE: ./src/schema/idle-keywords.ts





const idle_keywords_NOUNS = {
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
    return [...subschemas(schema, type)].flatMap(idleIn);
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
        const reason = `it is about ${idle_keywords_NOUNS[about]}, and the column holds ${heldBy(type)}`;
        return [{ path: [...path, keyword], keyword, reason, hint: idle_keywords_hintFor(keyword, about, types) }];
    });
}
/** What was meant by a format of texts that bear an offset from UTC. */
const WITHOUT_OFFSET = { time: 'iso-time', 'date-time': 'iso-date-time' };
/** A format that no text of the column has: blank cells alone would meet it. */
function strangeFormat(schema, type, path) {
    const format = (0,json/* property */.MZ)(schema, 'format');
    if (typeof format !== 'string' || neverHolds({ type: 'string', format }, type) === undefined)
        return [];
    const meant = Object.hasOwn(WITHOUT_OFFSET, format) ? WITHOUT_OFFSET[format] : undefined;
    const hint = meant === undefined ? 'Use another format, or a pattern.' : `Did you mean "${meant}"?`;
    const reason = `no text of the column has the format ${format}, which holds ${heldBy(type)}`;
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
function idle_keywords_hintFor(keyword, about, types) {
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
        problems.add(value.offset, `${(0,display/* shownText */.f$)(value.name)} names no column.`, 'Add one: "Column: { const: value }".');
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
        problems.add(keyOffset, `A rule cannot be about ${(0,display/* shownText */.f$)(key)}.`, refused);
        return false;
    }
    const known = [definition/* MAILBOX_COLUMN */.aN, ...Object.keys(columns)];
    const meant = (0,did_you_mean/* didYouMean */.a)(key, known);
    const sameButCase = meant?.toLowerCase() === key.toLowerCase();
    problems.add(keyOffset, `The report ${name} has no column ${(0,display/* shownText */.f$)(key)}.`, (meant === undefined
        ? elsewhere(key, reports)
        : sameButCase
            ? `Write "${meant}": case counts. `
            : `Did you mean "${meant}"? `) +
        `Its columns are: ${known.map((column) => (0,display/* shownText */.f$)(column).slice(1, -1)).join(', ')}.`);
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
    const stray = type === undefined ? [] : strayValues(schema, type, blank);
    for (const { path, value: never, hint } of stray) {
        const { offset, name } = (0,yaml_json/* valueAt */.fK)(value, path, problems);
        problems.add(offset, `${(0,display/* shownText */.f$)(name)} cannot be ${(0,yaml_json/* shownJson */.oB)(never)}: the column never holds it.`, hint);
    }
    const reason = stray.length > 0 ? undefined : neverHolds(schema, type, blank ? 'cells' : 'addresses');
    if (reason === undefined)
        return;
    const hint = neverHolds(schema) === undefined
        ? 'Ask for what the column can hold, or name another column.'
        : 'Leave out what rules out the rest.';
    problems.add(value.offset, `${(0,display/* shownText */.f$)(value.name)} can never hold: ${reason}.`, hint);
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
    // What is wrong with the other file is told there.
    if (name === undefined || report !== undefined || !complete)
        return report;
    const meant = (0,did_you_mean/* didYouMean */.a)(name.replace(/^.*[/\\]|\.ya?ml$/gi, ''), known.keys());
    problems.add(value.offset, `There is no report ${(0,display/* shownText */.f$)(name)}.`, (meant === undefined ? '' : `Did you mean "${meant}"? `) +
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
    throw new errors/* UserError */.yo('POLICY_FILE', (0,problems/* firstOf */.K)(read.problems), { hint, place });
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


/***/ }),

/***/ 88105:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   U: () => (/* binding */ enumValues),
/* harmony export */   Z: () => (/* binding */ Spelling)
/* harmony export */ });
/* harmony import */ var _json_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(8301);

/** Keywords whose value is a schema. https://json-schema.org/draft/2020-12/json-schema-core#section-10 */
const HOLDS_SCHEMA = new Set([
    'not',
    'if',
    'then',
    'else',
    'items',
    'contains',
    'additionalProperties',
    'propertyNames',
    'unevaluatedItems',
    'unevaluatedProperties',
]);
/** Keywords whose value is an array of schemas. */
const HOLDS_SCHEMAS = new Set(['allOf', 'anyOf', 'oneOf', 'prefixItems']);
/** Keywords whose value is an object of schemas, under names that are no keywords. */
const HOLDS_NAMED_SCHEMAS = new Set(['properties', 'patternProperties', 'dependentSchemas']);
/** The values under `enum` of what a column can hold, itself or in an array. */
function enumValues(type) {
    const own = (0,_json_js__WEBPACK_IMPORTED_MODULE_0__/* .property */ .MZ)(type, 'enum') ?? (0,_json_js__WEBPACK_IMPORTED_MODULE_0__/* .property */ .MZ)((0,_json_js__WEBPACK_IMPORTED_MODULE_0__/* .property */ .MZ)(type, 'items'), 'enum');
    return Array.isArray(own) ? own : [];
}
/**
 * One spelling for texts that differ only by case, so that a schema of a column whose values Graph spells this way or
 * that can compare them exactly: Graph's own spelling, and of a text that Graph does not know the one that came first.
 */
class Spelling {
    /** To the one spelling, from that itself and from lower case, and from whichever other a schema has. */
    #known = new Map();
    /** Of the members of an object that are of such values. */
    #members = new Map();
    #folds;
    /**
     * @param type what a column can hold, or a member of an object in it
     * @param folds whether case does not count of the texts themselves; of members their types tell
     */
    constructor(type, folds = enumValues(type).length > 0) {
        this.#folds = folds;
        for (const value of enumValues(type))
            if (typeof value === 'string')
                this.#learn(value);
        const members = (0,_json_js__WEBPACK_IMPORTED_MODULE_0__/* .property */ .MZ)(type, 'properties');
        for (const [name, member] of Object.entries((0,_json_js__WEBPACK_IMPORTED_MODULE_0__/* .isObject */ .Gv)(members) ? members : {})) {
            const spelling = (0,_json_js__WEBPACK_IMPORTED_MODULE_0__/* .isObject */ .Gv)(member) ? new Spelling(member) : undefined;
            if (spelling?.matters === true)
                this.#members.set(name, spelling);
        }
    }
    /** Whether there is anything of which case does not count. */
    get matters() {
        return this.#folds || this.#members.size > 0;
    }
    /** The cell as the schema compares it. An array in which every text is spelled so is given back itself. */
    cell(cell) {
        if (typeof cell === 'string')
            return this.#text(cell);
        if ((0,_json_js__WEBPACK_IMPORTED_MODULE_0__/* .isObject */ .Gv)(cell))
            return this.#object(cell);
        if (!Array.isArray(cell))
            return cell;
        for (const element of cell) {
            if (typeof element === 'string' && this.#text(element) !== element)
                return cell.map((one) => this.#element(one));
        }
        return cell;
    }
    /** The schema with the texts under its `const` and `enum` spelled so, at any depth. Texts that are new are learned. */
    schema(schema) {
        if (typeof schema === 'boolean')
            return schema;
        return Object.fromEntries(Object.entries(schema).map(([keyword, value]) => [keyword, this.#under(keyword, value)]));
    }
    #under(keyword, value) {
        if (keyword === 'const' || keyword === 'enum')
            return this.#value(value);
        if (keyword === 'additionalProperties' || keyword === 'unevaluatedProperties')
            return this.#ofAnyMember(value);
        if (HOLDS_SCHEMA.has(keyword))
            return this.#subschema(value);
        if (HOLDS_SCHEMAS.has(keyword) && Array.isArray(value))
            return value.map((one) => this.#subschema(one));
        if (!HOLDS_NAMED_SCHEMAS.has(keyword) || !(0,_json_js__WEBPACK_IMPORTED_MODULE_0__/* .isObject */ .Gv)(value))
            return value;
        return Object.fromEntries(Object.entries(value).map(([name, one]) => {
            if (keyword === 'patternProperties')
                return [name, this.#ofAnyMember(one)];
            if (keyword !== 'properties')
                return [name, this.#subschema(one)];
            const member = this.#members.get(name);
            // Of what is further inside of another member, case counts.
            return [name, member === undefined ? one : member.#subschema(one)];
        }));
    }
    #object(cell) {
        if (this.#members.size === 0)
            return cell;
        return Object.fromEntries(Object.entries(cell).map(([name, value]) => [name, this.#members.get(name)?.cell(value) ?? value]));
    }
    #subschema(schema) {
        if (!(0,_json_js__WEBPACK_IMPORTED_MODULE_0__/* .isObject */ .Gv)(schema))
            return schema;
        return Object.fromEntries(Object.entries(schema).map(([keyword, value]) => [keyword, this.#under(keyword, value)]));
    }
    /** A schema that may be about each of the members: the words of all of them are spelled. */
    #ofAnyMember(schema) {
        let spelled = this.#subschema(schema);
        for (const member of this.#members.values())
            spelled = member.#subschema(spelled);
        return spelled;
    }
    #value(value) {
        if (typeof value === 'string')
            return this.#learn(value);
        if ((0,_json_js__WEBPACK_IMPORTED_MODULE_0__/* .isObject */ .Gv)(value)) {
            return Object.fromEntries(Object.entries(value).map(([name, one]) => {
                const member = this.#members.get(name);
                return [name, member === undefined ? one : member.#value(one)];
            }));
        }
        return Array.isArray(value) ? value.map((element) => this.#value(element)) : value;
    }
    #element(element) {
        return typeof element === 'string' ? this.#text(element) : element;
    }
    #text(text) {
        return this.#known.get(text) ?? this.#known.get(text.toLowerCase()) ?? text;
    }
    #learn(text) {
        if (!this.#folds)
            return text;
        const spelled = this.#text(text);
        this.#known.set(spelled, spelled).set(text, spelled).set(text.toLowerCase(), spelled);
        return spelled;
    }
}


/***/ })

};
