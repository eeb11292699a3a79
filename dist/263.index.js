export const id = 263;
export const ids = [263];
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
        addSyntaxProblem(error, text, problems);
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
function addSyntaxProblem({ code, message, pos: [offset] }, text, problems) {
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
        const lines = INDENTATION.has(code) ? differingLines(text, offset, message.startsWith('Nested')) : '';
        const hint = `${lines}Look at the indentation, and for a ":" or a quote that is missing. ${QUOTE_IT}`;
        problems.add(offset, `This is not YAML: ${cut}.`, hint);
    }
}
/** Codes of the parser for a line that is indented neither as the one before nor below it. */
const INDENTATION = new Set(['BAD_INDENT', 'BLOCK_AS_IMPLICIT_KEY', 'MISSING_CHAR']);
/** The two lines around a mistake whose keys start in different columns, for a hint; '' if they do not. */
function differingLines(text, offset, isBefore) {
    const lines = text.split('\n');
    const lineIndex = text.slice(0, offset).split('\n').length - 1;
    const isText = (line = '') => /^\s*[^\s#]/.test(line);
    const next = lines.findIndex((line, number) => number > lineIndex && isText(line));
    const previous = lines.findLastIndex((line, number) => number < lineIndex && isText(line));
    const [upper, lower] = isBefore ? [lineIndex, next] : [previous, isText(lines[lineIndex]) ? lineIndex : next];
    const columns = [upper, lower].map((number) => (lines[number] ?? '').search(/[^\s-]/));
    if (upper === -1 || lower === -1 || columns[0] === columns[1])
        return '';
    const [one, other] = [upper, lower].map((number, which) => {
        const lineText = (0,display/* shownText */.f$)((lines[number] ?? '').trimEnd());
        return `Line ${number + 1} starts in column ${(columns[which] ?? 0) + 1}: ${lineText}`;
    });
    return `${one}\n${other}\nKeys of one mapping, and items of one list, start in the same column.\n`;
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
        if (isRefused(node, problems) || isInTypographicQuotes(node, problems))
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
/** Word processors write them instead of quotes: to YAML they are part of the text. */
const OPENING = '“”„«‹‘‚';
const CLOSING = '“”»›’‘';
const IN_QUOTES = new RegExp(`^[${OPENING}].*[${CLOSING}]$`, 's');
/** Half of a pair, as if the text between contained ", " or ": ". An apostrophe at an end is no such half. */
const HALF_QUOTES = /^[“„«][^”“»]*$|^[^“„«]*[”»]$/s;
function isInTypographicQuotes(node, problems) {
    if (!(0,dist/* isScalar */.jn)(node) || node.type !== 'PLAIN')
        return false;
    const text = node.source;
    if (!IN_QUOTES.test(text) && !HALF_QUOTES.test(text))
        return false;
    problems.add(node.range[0], `${(0,display/* shownText */.f$)(text)} has typographic quotes, which are part of the text in YAML.`, `Use straight quotes: ' or ". If the text is to have these quotes, put straight ones around them.`);
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
/** Finds the exemption of a mailbox, or of a row of a table, from a rule, and counts how each exemption is used. */
class ExemptionIndex {
    #entries;
    #byRule;
    /** @param now decides for the whole run which exemptions have expired */
    constructor(exemptions, now) {
        this.#entries = exemptions.map((exemption) => {
            const daysLeft = (0,_text_numbers_js__WEBPACK_IMPORTED_MODULE_1__/* .daysUntil */ .AQ)(exemption.expires, now);
            const names = matcherOf(exemption);
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
    /** Records that it is not known which of the exempted rows a table has. */
    seeUnknown(rule) {
        for (const entry of this.#byRule.get(rule) ?? [])
            entry.isMatched = true;
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
/** Whether an exemption names a mailbox by an address, or a row of a table by its item, in lower case. */
function matcherOf({ mailboxes, items }) {
    const patterns = items ?? mailboxes;
    // Of a table with one row, nothing has to be named.
    return patterns.length === 0 ? () => true : mailboxMatcher(patterns.map(({ pattern }) => pattern));
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

/***/ 67263:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  checkPolicyFile: () => (/* binding */ checkPolicyFile),
  tL: () => (/* binding */ filesOfPolicy)
});

// UNUSED EXPORTS: POLICY, checkPolicyContent, parsePolicyFile

// EXTERNAL MODULE: ./src/controls/catalogue.ts
var catalogue = __webpack_require__(65227);
// EXTERNAL MODULE: ./src/errors.ts
var errors = __webpack_require__(83916);
// EXTERNAL MODULE: ./src/files/fields.ts
var fields = __webpack_require__(59682);
// EXTERNAL MODULE: ./src/files/workspace.ts
var files_workspace = __webpack_require__(79622);
// EXTERNAL MODULE: ./src/files/yaml-file.ts + 1 modules
var yaml_file = __webpack_require__(25948);
// EXTERNAL MODULE: ./src/reports/built-in-tables.ts + 5 modules
var built_in_tables = __webpack_require__(35445);
// EXTERNAL MODULE: ./src/policy/register/register-entry.ts
var register_entry = __webpack_require__(7468);
// EXTERNAL MODULE: ./src/policy/register/row-right.ts
var row_right = __webpack_require__(57205);
// EXTERNAL MODULE: ./src/mailboxes/address.ts
var address = __webpack_require__(16592);
// EXTERNAL MODULE: ./src/text/did-you-mean.ts
var did_you_mean = __webpack_require__(63180);
// EXTERNAL MODULE: ./src/text/display.ts
var display = __webpack_require__(24745);
// EXTERNAL MODULE: ./src/reports/table.ts
var table = __webpack_require__(6711);
// EXTERNAL MODULE: ./src/policy/exemptions.ts
var exemptions = __webpack_require__(82680);
;// CONCATENATED MODULE: ./src/policy/file/exemption-reader.ts






const MOST = 5000;
const MAX_ITEM_LENGTH = 1_000;
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
/** What names a row of a table, of any characters. */
const ITEM = {
    schema: (0,fields/* line */.n8)(MAX_ITEM_LENGTH).schema,
    read: (value) => {
        const pattern = (0,fields/* line */.n8)(MAX_ITEM_LENGTH).read(value);
        return pattern === undefined ? undefined : { pattern, place: value.problems.placeOf(value.offset) };
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
        description: 'Addresses, or patterns in which * stands for any characters and ? for one. Case-insensitive. Put a pattern that starts with * into quotes. Required for a rule about mailboxes.',
        examples: [['ceo@contoso.com', '*@partners.contoso.com']],
    },
    items: {
        is: (0,fields/* oneOrMore */.h9)(ITEM, { noun: 'item', maxItems: MOST, hint: `Name 1 to ${MOST}, or a pattern such as Contoso *.` }),
        description: 'For a rule about a table of the tenant, instead of mailboxes: what names its rows, as in violations.csv under Item, or patterns. Left out for a table with one row.',
        examples: [['Contoso Backup; *']],
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
 * @param reportOf the report of a rule; undefined if it is not known
 */
function policyExemptions(value, ids, reportOf) {
    const items = value.isBlank ? [] : (ITEMS.read(value) ?? []);
    const exemptions = items.flatMap((keys) => {
        const rule = keys.get('rule');
        const names = namesIn(keys, rule === undefined ? undefined : reportOf(rule));
        const [reason, owner, expires] = [keys.get('reason'), keys.get('owner'), keys.get('expires')];
        if (rule !== undefined && ids?.includes(rule) === false) {
            const hint = `${(0,did_you_mean/* suggestion */.h)(rule, ids)}An exemption names the id of one rule of this file.`;
            keys.valueOf('rule')?.report(`There is no rule ${(0,display/* shownText */.f$)(rule)}.`, hint);
        }
        if (rule === undefined || names === undefined || reason === undefined)
            return [];
        if (owner === undefined || expires === undefined)
            return [];
        return [{ rule, ...names, reason, owner, expires, place: value.problems.placeOf(keys.value.offset) }];
    });
    const patterns = exemptions.reduce((count, { mailboxes, items: ofTable = [] }) => count + mailboxes.length + ofTable.length, 0);
    if (patterns > MOST) {
        const hint = 'Use patterns such as *@partners.contoso.com, or a "when" in the rule.';
        value.report(`The exemptions name more than ${MOST} mailboxes.`, hint);
    }
    return exemptions;
}
/**
 * The mailboxes of an exemption, or the rows of a table. Undefined, with a problem, if it names what the rule is not about.
 *
 * @param report of the rule; undefined if it is not known: then both are accepted
 */
function namesIn(keys, report) {
    const [mailboxes, items] = [keys.get('mailboxes'), keys.get('items')];
    const has = (key) => keys.valueOf(key) !== undefined;
    const refuse = (key, hint) => keys.value.report(`"${key}" does not fit: the rule is about ${report?.name ?? ''}.`, hint, keys.keyOffset(key));
    if (report === undefined)
        return has('items') ? items && { mailboxes: [], items } : { mailboxes: mailboxes ?? [] };
    if ((0,table/* isTable */.bI)(report)) {
        const isOneRow = report.rows === undefined;
        const instead = isOneRow ? 'which has one row: remove the key.' : 'whose rows are named under "items".';
        if (has('mailboxes'))
            return refuse('mailboxes', `${report.name} is about the tenant, ${instead}`);
        if (isOneRow && has('items'))
            return refuse('items', `${report.name} has one row: remove the key.`);
        if (isOneRow)
            return { mailboxes: [] };
        if (has('items'))
            return items && { mailboxes: [], items };
        return keys.value.report('"items" is missing.', `Add "items: ...": what names the rows of ${report.name}.`);
    }
    if (has('items'))
        return refuse('items', 'Name mailboxes under "mailboxes".');
    if (has('mailboxes'))
        return mailboxes && { mailboxes };
    return keys.value.report(`${(0,display/* shownText */.f$)(keys.value.nameOf('mailboxes'))} is missing.`, 'Add "mailboxes: ...".');
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

// EXTERNAL MODULE: ./node_modules/yaml/dist/index.js
var dist = __webpack_require__(38815);
;// CONCATENATED MODULE: ./src/policy/file/register-reader.ts


const REGISTER = (0,fields/* record */.g1)({
    files: {
        is: fields/* anyText */.Ae,
        required: true,
        description: 'The path of a CSV file, or a glob, relative to the folder of this file.',
        examples: ['grants.csv', 'registers/*.csv'],
    },
    'review-every': {
        is: (0,fields/* text */.Qq)({
            pattern: /^[1-9]\d{0,3}d$/,
            hint: () => 'Write a number of days, from 1d to 9999d: 180d is half a year.',
        }),
        description: 'After how many days a right must be reviewed again. Default: there is no interval.',
        examples: ['180d', '365d'],
    },
});
/** The key `register` of a policy file: a path, or a mapping. */
const NAMED_REGISTER = {
    schema: { anyOf: [fields/* anyText */.Ae.schema, REGISTER.schema] },
    read: (value) => {
        if (!(0,dist/* isMap */.jh)(value.node))
            return namedBy(value, undefined);
        const keys = REGISTER.read(value);
        const files = keys?.valueOf('files');
        const interval = keys?.get('review-every');
        return files && namedBy(files, interval);
    },
};
function namedBy(path, interval) {
    const files = fields/* anyText */.Ae.read(path)?.trim();
    const reviewEveryDays = interval === undefined ? undefined : Number.parseInt(interval, 10);
    return files === undefined ? undefined : { files, reviewEveryDays, place: path.problems.placeOf(path.offset) };
}

// EXTERNAL MODULE: ./src/reports/conditions.ts
var reports_conditions = __webpack_require__(213);
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
// EXTERNAL MODULE: ./src/files/yaml-json.ts
var yaml_json = __webpack_require__(57835);
// EXTERNAL MODULE: ./src/reports/built-in.ts + 10 modules
var built_in = __webpack_require__(42235);
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
        return [{ path: policy_definition/* WHOLE_ROW */.p9, value: null }];
    const example = set_reader_namesIn(writable, '').find((name) => Object.hasOwn(writable, name));
    const why = text === REMOVE && report.rows === undefined
        ? `"${REMOVE}" takes a row away, and a mailbox has one row in ${report.name}: write settings, such as set: { ${example ?? ''}: ... }. `
        : '';
    value.reject(`cannot be ${(0,display/* shownText */.f$)(text)}.`, why + usage(report, writable));
    return [];
}
/** What rules about a report can set. */
function usage({ name }, writable) {
    const names = set_reader_namesIn(writable, '');
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
        const names = set_reader_namesIn(writable, start);
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
function set_reader_namesIn(writable, start) {
    const inside = Object.keys(writable).filter((path) => path.startsWith(start));
    return [...new Set(inside.map((path) => path.slice(start.length).split('.')[0] ?? ''))];
}

;// CONCATENATED MODULE: ./src/policy/file/rule-reader.ts












const USUAL_REPORT = 'mailbox-settings';
/** Ids are joined with `; ` in a cell, and are part of URLs and file names. */
const ID = /^[A-Za-z0-9][A-Za-z0-9._-]{0,99}$/;
/** An http or https URL without user name and password: https://www.rfc-editor.org/rfc/rfc3986#appendix-A */
const PAGE = /^https?:\/\/(?![/?#]|[^/?#]*@)[A-Za-z0-9\-._~:/?#[\]@!$&'()*+,;=%]+$/;
/** `cis-m365-7.0.0/6.2.1#outbound-policy`. Whether the catalogue has it is looked up when the whole file is read. */
const CONTROL = {
    schema: { type: 'string', pattern: '^.+/[^/#]+(#[^#]+)?$', maxLength: 300 },
    read: (value) => {
        const written = value.text()?.trim();
        if (written === undefined)
            return undefined;
        const reference = (0,catalogue/* parseReference */.F2)(written);
        const hint = 'Write catalogue/control or catalogue/control#part, such as cis-m365-7.0.0/6.2.1#outbound-policy.';
        if (reference === undefined)
            return value.reject(`cannot be ${(0,display/* shownText */.f$)(written)}.`, hint);
        return { ...reference, place: value.problems.placeOf(value.offset) };
    },
};
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
        examples: [...built_in_tables/* allBuiltIn */.by.keys()],
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
    controls: {
        is: (0,fields/* oneOrMore */.h9)(CONTROL, { noun: 'control', maxItems: 50, hint: 'Name 1 to 50 controls that the rule decides.' }),
        description: 'The controls that the rule decides, each as catalogue/control#part: a shipped catalogue, or one of your own by its path. `#part` may be left out where the control has one.',
        examples: [['cis-m365-7.0.0/6.2.1#outbound-policy']],
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
    const reportsByName = new Map([...built_in_tables/* allBuiltIn */.by, ...reports.map((report) => [report.name, report])]);
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
        const set = setEntry && report && expect && settingsOf(setEntry, report, expect, target.reports);
        const [message, help, controls] = [ruleMessage(keys, target), keys.get('help'), keys.get('controls')];
        if (id === undefined || title === undefined || report === undefined || expect === undefined)
            return [];
        const place = keys.value.problems.placeOf(keys.value.offset);
        const texts = { title, severity, message, help, controls };
        return [{ id, report: report.name, ...texts, when: when ?? {}, expect, set, place }];
    });
    return { rules, ids: [...ids.values()] };
}
/** The settings of a rule: of its own report, or of the other one whose columns it expects. */
function settingsOf({ value, keyOffset }, report, expect, reports) {
    const columns = Object.keys(expect);
    const target = (0,policy_definition/* correctedReport */.mh)(report, columns);
    if (target === undefined) {
        const hint = 'Write a rule for each report that is changed: all columns under "expect" are of the report that "set" changes.';
        value.report('This rule expects columns of several reports, so it cannot have "set".', hint, keyOffset);
        return [];
    }
    const other = reports.find(({ name }) => name === target);
    if (other !== undefined && (0,table/* isTable */.bI)(other))
        return refuseForTable(other, expect, value, keyOffset);
    if ((0,table/* isTable */.bI)(report))
        return refuseForTable(report, expect, value, keyOffset);
    if (target === report.name)
        return ruleSettings(value, report, columns);
    if (report.rows === undefined)
        return ruleSettings(value, other, columns);
    const hint = `Set "report" to ${target}, or to another report with one row a mailbox.`;
    value.report(`A rule about the rows of ${report.name} cannot change ${target}.`, hint, keyOffset);
    return [];
}
/** Adds the problem of `set` about a table, with the command for a cell that the rule accepts. */
function refuseForTable(table, expect, value, offset) {
    const { name, columns, manual = [] } = table;
    const own = Object.fromEntries(Object.entries(expect)
        .map(([column, schema]) => [column.replace(`${name}.`, ''), schema])
        // Others have a problem of their own.
        .filter(([column]) => Object.hasOwn(columns, column)));
    const ofColumns = manual.filter(({ column }) => Object.hasOwn(own, column));
    const conditions = (0,reports_conditions/* compileConditions */.am)(own, table, 0);
    const accepted = ofColumns.find((one) => conditions.some(({ column, accepts }) => column === one.column && accepts(one.value)));
    // The only command of a column changes its cell in the only way that controls ask for.
    const command = (accepted ?? (ofColumns.length === 1 ? ofColumns[0] : undefined))?.command.map((part) => typeof part === 'string' ? part : '…');
    const hint = `Remove the key: remediation changes mailboxes.${command === undefined ? '' : ` In Exchange Online PowerShell: ${command.join('')}`}`;
    value.report(`A rule about ${name}, which is about the tenant, cannot have "set".`, hint, offset);
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
    register: {
        is: NAMED_REGISTER,
        description: 'The rights that are meant to be: mailbox-permissions, calendar-permissions and access get the column Registered (yes, due, expired, no).',
        examples: ['grants.csv', { files: 'registers/*.csv', 'review-every': '180d' }],
    },
});
/**
 * Reads a policy file of the workspace. The code of its problems is `POLICY_FILE`.
 *
 * @param file path relative to the workspace, or absolute within it
 * @param reports those of the run; rules may also be about built-in ones
 * @param options `complete`: false if a report file could not be read: then a rule may be about an unknown report. `input`: the name of
 * the input in errors
 */
async function checkPolicyFile(file, workspace, reports, { complete = true, input = 'policy' } = {}) {
    const kind = { code: 'POLICY_FILE', noun: 'policy file', input, extensions: ['yml', 'yaml'] };
    const checked = await (0,files_workspace/* checkWorkspaceFile */.K$)(file, workspace, kind, (bytes, name) => withContent(parseFile(bytes, name, reports, complete), bytes));
    return withNamedFiles(checked, workspace);
}
/**
 * Reads a policy that a report keeps, as `checkPolicyFile` does.
 *
 * @param file its name in errors
 * @param workspace with the catalogues that its rules name by paths, and the register
 * @param original the path of the file that was kept, beside which the register is
 */
async function checkPolicyContent(content, file, workspace, reports, original = file) {
    return withNamedFiles(withContent(parseFile(content, file, reports, true), content), workspace, original);
}
function withContent({ value, ...checked }, content) {
    return { ...checked, value: value && { ...value, policy: { ...value.policy, content } } };
}
/** The policy with its catalogues and its register. */
async function withNamedFiles({ value, problems }, workspace, original = value?.policy.file ?? '') {
    if (value === undefined)
        return { value: undefined, problems };
    const { policy, named } = value;
    const checked = await withCatalogues(policy, workspace);
    if (named === undefined)
        return checked;
    const { checkRegister } = await __webpack_require__.e(/* import() */ 836).then(__webpack_require__.bind(__webpack_require__, 67836));
    const register = await checkRegister(named, original, workspace);
    const all = [...checked.problems, ...register.problems];
    return all.length > 0 || checked.value === undefined
        ? { value: undefined, problems: all }
        : { value: { ...checked.value, register: register.value }, problems: [] };
}
/** The policy with the catalogues that its rules name, and with the part of each reference. */
async function withCatalogues(policy, workspace) {
    const references = policy.rules.flatMap(({ controls = [] }) => controls);
    if (references.length === 0)
        return { value: policy, problems: [] };
    const { loadCatalogues, resolveReference } = await __webpack_require__.e(/* import() */ 349).then(__webpack_require__.bind(__webpack_require__, 91349));
    const { catalogues, problems } = await loadCatalogues(references, workspace);
    const all = [...problems];
    const rules = policy.rules.map((rule) => {
        const controls = rule.controls?.flatMap((reference) => {
            const resolved = resolveReference(reference, catalogues);
            if (!(resolved instanceof errors/* UserError */.yo))
                return resolved ?? [];
            all.push(resolved);
            return [];
        });
        return { ...rule, controls };
    });
    return all.length === 0
        ? { value: { ...policy, rules, catalogues }, problems: [] }
        : { value: undefined, problems: all };
}
/** Parses the text or the bytes of a policy file, as `checkPolicyFile` does, without the files that it names. `file`: its name in errors. */
function parsePolicyFile(content, file, reports, complete = true) {
    const { value, ...checked } = parseFile(content, file, reports, complete);
    return { ...checked, value: value?.policy };
}
function parseFile(content, file, reports, complete) {
    return (0,yaml_file/* readYaml */.g)(content, file, 'POLICY_FILE', (root) => {
        const keys = POLICY.read(root);
        const named = keys?.get('register');
        const known = [...built_in_tables/* allBuiltIn */.by.values(), ...reports];
        // Rules can be about the column also if the file of the register has mistakes.
        const ofRules = keys?.valueOf('register') === undefined ? reports : known.map(row_right/* withRegister */.oL);
        return keys && { policy: policyOf(keys, file, ofRules, complete), named };
    });
}
/**
 * The files that a policy of the workspace names, as paths and globs relative to it: its register, and catalogues of its own. None of a
 * policy with mistakes.
 */
async function filesOfPolicy(file, workspace) {
    const kind = { code: 'POLICY_FILE', noun: 'policy file', input: 'policy', extensions: ['yml', 'yaml'] };
    const { value } = await (0,files_workspace/* checkWorkspaceFile */.K$)(file, workspace, kind, (bytes, name) => (0,yaml_file/* readYaml */.g)(bytes, name, 'POLICY_FILE', (root) => {
        const keys = POLICY.read(root);
        const register = keys?.get('register');
        const references = (keys?.get('rules') ?? []).flatMap((rule) => rule.get('controls') ?? []);
        return [
            ...(register === undefined ? [] : [(0,register_entry/* registerPath */.RV)(register.files, name)]),
            ...new Set(references.map(({ catalogue }) => catalogue).filter(catalogue/* isCataloguePath */.Jw)),
        ];
    }));
    return value ?? [];
}
function policyOf(keys, file, reports, complete) {
    const items = keys.get('rules');
    const { rules, ids } = items === undefined ? { rules: [], ids: undefined } : policyRules(items, reports, complete);
    const exemptions = keys.get('exemptions');
    if (exemptions === undefined)
        return { file, rules, exemptions: [] };
    const names = new Map(rules.map(({ id, report }) => [id, report]));
    const all = new Map([...built_in_tables/* allBuiltIn */.by, ...reports.map((report) => [report.name, report])]);
    return { file, rules, exemptions: policyExemptions(exemptions, ids, (rule) => all.get(names.get(rule) ?? '')) };
}


/***/ })

};
