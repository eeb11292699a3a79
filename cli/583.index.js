export const id = 583;
export const ids = [583];
export const modules = {

/***/ 5583:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  validate: () => (/* binding */ validate)
});

// EXTERNAL MODULE: ./src/text/numbers.ts
var numbers = __webpack_require__(2613);
// EXTERNAL MODULE: ./src/failure.ts
var failure = __webpack_require__(1633);
// EXTERNAL MODULE: ./src/mailboxes/address.ts
var mailboxes_address = __webpack_require__(6592);
// EXTERNAL MODULE: ./src/mailboxes/find-files.ts + 1 modules
var find_files = __webpack_require__(5821);
// EXTERNAL MODULE: ./src/mailboxes/list-file.ts + 5 modules
var list_file = __webpack_require__(4226);
// EXTERNAL MODULE: ./src/text/shown-text.ts
var shown_text = __webpack_require__(5936);
;// CONCATENATED MODULE: ./src/mailboxes/check-lists.ts





const MOST_KEPT = 1_000;
/**
 * Looks for everything that is wrong in the mailbox lists of a repository, where `readMailboxLists` ends at the first file
 * that has something: each entry that is no address, and each that repeats one, with line and column. No text of a list
 * that may name somebody is repeated. Throws what is no UserError alone.
 */
async function checkMailboxLists(options) {
    const check = new ListCheck(options.column);
    const files = new Map();
    for (const pattern of options.patterns) {
        try {
            for (const file of await (0,find_files/* findListFiles */.l)([pattern], options.workspace)) {
                if (!files.has(file.realPath))
                    files.set(file.realPath, file);
            }
        }
        catch (error) {
            check.fail(error);
        }
    }
    for (const file of files.values())
        await check.file(file);
    check.end([...files.values()].map(({ file }) => file));
    return check;
}
class ListCheck {
    errors = [];
    warnings = [];
    moreErrors = 0;
    moreWarnings = 0;
    column;
    /** Where each address stands first, by the address without case. */
    first = new Map();
    constructor(column) {
        this.column = column;
    }
    get addresses() {
        return this.first.keys();
    }
    get mailboxes() {
        return this.first.size;
    }
    async file(listed) {
        const { file } = listed;
        try {
            const reader = (0,list_file/* readerFor */.d2)(listed);
            reader(await (0,list_file/* listText */.so)(listed), { file, column: this.column }, (found, line, columnOf) => {
                const address = found.trim();
                const place = () => {
                    const column = columnOf();
                    return { file, line, ...(column === undefined ? {} : { column }) };
                };
                if (!(0,mailboxes_address/* isAddress */.P)(address))
                    this.malformed(() => malformed(address, place()));
                else
                    this.address(address, { file, line }, place);
            });
        }
        catch (error) {
            this.fail(error);
        }
    }
    end(files) {
        if (this.mailboxes === 0 && this.errors.length === 0)
            this.errors.push((0,list_file/* emptyError */.CA)(files));
    }
    fail(error) {
        if (!(error instanceof failure/* UserError */.yo))
            throw error;
        this.errors.push(error);
    }
    address(address, listedAt, place) {
        const folded = address.toLowerCase();
        const earlier = this.first.get(folded);
        if (earlier === undefined)
            this.first.set(folded, listedAt);
        else if (this.warnings.length < MOST_KEPT)
            this.warnings.push(repeated(earlier, place()));
        else
            this.moreWarnings += 1;
    }
    malformed(make) {
        if (this.errors.length < MOST_KEPT)
            this.errors.push(make());
        else
            this.moreErrors += 1;
    }
}
function malformed(text, place) {
    // What may name somebody is not repeated in a log that anybody may read: file and line tell where it is.
    const shown = text.includes('@') ? 'This' : (0,shown_text/* shownText */.f)(text);
    return new failure/* UserError */.yo('ADDRESS_MALFORMED', text === '' ? 'The address is missing.' : `${shown} is no mailbox address.`, {
        hint: 'Correct it or take it out. Each entry is one user principal name or mail address, such as adele@contoso.com; a table belongs in a .csv file.',
        place,
    });
}
function repeated({ file, line }, place) {
    return new failure/* UserError */.yo('ADDRESS_REPEATED', `This address stands in ${file}, line ${line} already.`, {
        hint: 'Take one of them out. Addresses compare without case, and a mailbox is reported once.',
        place,
    });
}

;// CONCATENATED MODULE: ./src/policy/check-policy.ts

/** Looks for everything that is wrong in a policy file. Throws what is no UserError alone. */
async function checkPolicy(file, check) {
    if (file === undefined)
        return { rules: undefined, errors: [], warnings: [] };
    const { workspace, reports, complete, addresses, now } = check;
    try {
        const { openPolicyFile } = await __webpack_require__.e(/* import() */ 263).then(__webpack_require__.bind(__webpack_require__, 4263));
        const read = await openPolicyFile(file, workspace, reports, complete);
        if (!read.ok) {
            const errors = read.problems.map(({ message, hint, place }) => new failure/* UserError */.yo('POLICY_FILE', message, { hint, place }));
            return { rules: undefined, errors, warnings: [] };
        }
        const { policyWarnings } = await __webpack_require__.e(/* import() */ 615).then(__webpack_require__.bind(__webpack_require__, 8615));
        return { rules: read.policy.rules.length, errors: [], warnings: policyWarnings(read.policy, { addresses, now }) };
    }
    catch (error) {
        if (!(error instanceof failure/* UserError */.yo))
            throw error;
        return { rules: undefined, errors: [error], warnings: [] };
    }
}

// EXTERNAL MODULE: ./src/reports/choose.ts
var choose = __webpack_require__(4274);
// EXTERNAL MODULE: ./src/reports/report-file.ts + 7 modules
var report_file = __webpack_require__(6166);
;// CONCATENATED MODULE: ./src/reports/check-reports.ts



/**
 * Looks for everything that is wrong in reports, where `chooseReports` ends at the first mistake. Throws what is no
 * UserError alone.
 *
 * @param names as the input "report" has them
 * @param workspace absolute path of the repository's checkout
 */
async function checkReports(names, workspace) {
    const chosen = new choose/* ChosenReports */.Gv();
    const errors = [];
    for (const entry of names) {
        try {
            const found = (0,choose/* isReportFile */.NK)(entry) ? await (0,report_file/* openReportFile */.x)(entry, workspace) : named(entry);
            if (found.ok)
                chosen.add(entry, found.definition);
            else {
                for (const { message, hint, place } of found.problems) {
                    errors.push(new failure/* UserError */.yo('REPORT_FILE', message, { hint, place }));
                }
            }
        }
        catch (error) {
            if (!(error instanceof failure/* UserError */.yo))
                throw error;
            errors.push(error);
        }
    }
    return { reports: chosen.all(), errors };
}
function named(entry) {
    return { ok: true, definition: (0,choose/* namedReport */.Ke)(entry) };
}

;// CONCATENATED MODULE: ./src/validate/check.ts



/** Checks what is committed, offline and without secrets. Throws what is no UserError alone. `now`: epoch ms. */
async function check(inputs, workspace, now) {
    const { mailboxes: patterns, mailboxColumn: column, report, policy: policyFile } = inputs;
    const lists = patterns.length === 0
        ? { mailboxes: 0, addresses: undefined, errors: [], warnings: [], moreErrors: 0, moreWarnings: 0 }
        : await checkMailboxLists({ patterns, workspace, column });
    const { reports, errors } = await checkReports(report, workspace);
    const policy = await checkPolicy(policyFile, {
        ...{ workspace, reports, complete: errors.length === 0 },
        ...{ addresses: lists.addresses, now },
    });
    return {
        mailboxes: lists.mailboxes,
        reports: reports.map(({ name }) => name),
        rules: policy.rules,
        errors: [...lists.errors, ...errors, ...policy.errors],
        warnings: [...lists.warnings, ...policy.warnings],
        moreErrors: lists.moreErrors,
        moreWarnings: lists.moreWarnings,
    };
}
/** How many errors and warnings there are, those that are only counted among them. */
function totals({ errors, warnings, moreErrors, moreWarnings }) {
    return { errors: errors.length + moreErrors, warnings: warnings.length + moreWarnings };
}

;// CONCATENATED MODULE: ./src/validate/place-text.ts
/** A place as compilers and editors write it, `reports/rules.yml:4:7`; '' where there is none. */
function placeText(place) {
    if (place === undefined)
        return '';
    return [place.file, place.line, place.column].filter((part) => part !== undefined).join(':');
}

// EXTERNAL MODULE: ./src/cli/folder-words.ts
var folder_words = __webpack_require__(3372);
// EXTERNAL MODULE: ./src/cli/terminal.ts + 2 modules
var terminal = __webpack_require__(2331);
;// CONCATENATED MODULE: ./src/cli/validate.ts





/**
 * Checks lists, reports and the policy of the current folder, offline, and prints a line for each mistake with its place; answers with
 * the exit code: 1 where a run would fail.
 */
async function validate(options, workspace, terminal) {
    const { list: mailboxes, report, mailboxColumn, policy } = options;
    const checked = inWordsOfFolder(await check({ mailboxes, mailboxColumn, report, policy }, workspace, terminal.now()));
    terminal.out(options.json ? asJson(checked) : asLines(checked, terminal.style));
    return checked.errors.length === 0 ? 0 : 1;
}
function inWordsOfFolder(checked) {
    return { ...checked, errors: checked.errors.map(folder_words/* inFolder */._), warnings: checked.warnings.map(folder_words/* inFolder */._) };
}
function asJson({ mailboxes, reports, rules, errors, warnings, moreErrors, moreWarnings }) {
    const shown = { errors: errors.map(plain), warnings: warnings.map(plain) };
    return (0,terminal/* jsonText */.s$)({ ok: errors.length === 0, mailboxes, reports, rules, ...shown, moreErrors, moreWarnings });
}
function plain({ code, message, hint, place }) {
    return { code, message, hint, ...place };
}
function asLines(checked, style) {
    const { mailboxes, reports, rules, errors, warnings } = checked;
    const all = totals(checked);
    const more = all.errors + all.warnings - errors.length - warnings.length;
    const judged = rules === undefined ? '' : `, ${(0,numbers/* counted */.hS)(rules, 'rule', 'rules')}`;
    const what = `${(0,numbers/* counted */.hS)(mailboxes, 'mailbox', 'mailboxes')}, ${(0,numbers/* counted */.hS)(reports.length, 'report', 'reports')}${judged}`;
    const found = `${(0,numbers/* counted */.hS)(all.errors, 'error', 'errors')}, ${(0,numbers/* counted */.hS)(all.warnings, 'warning', 'warnings')}`;
    return [
        ...errors.map((problem) => line(problem, style('red', 'error'))),
        ...warnings.map((problem) => line(problem, style('yellow', 'warning'))),
        more === 0 ? '' : `and ${(0,numbers/* counted */.hS)(more, 'more', 'more')}\n`,
        `${style(errors.length === 0 ? 'green' : 'red', errors.length === 0 ? 'valid' : 'not valid')}: ${what}; ${found}\n`,
    ].join('');
}
/** As compilers have it, so that editors find the place. */
function line({ code, message, hint, place }, level) {
    const where = placeText(place);
    const said = `${level} ${code}: ${(0,terminal/* shownText */.f$)(message)}\n  ${(0,terminal/* shownText */.f$)(hint)}\n`;
    return where === '' ? said : `${(0,terminal/* shownText */.f$)(where)}: ${said}`;
}


/***/ })

};
