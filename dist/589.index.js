export const id = 589;
export const ids = [589];
export const modules = {

/***/ 26407:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   $m: () => (/* binding */ mailboxCmdlets),
/* harmony export */   Hr: () => (/* binding */ CMDLETS),
/* harmony export */   Ph: () => (/* binding */ knownCmdlet),
/* harmony export */   V$: () => (/* binding */ ORGANIZATION_CMDLETS),
/* harmony export */   _q: () => (/* binding */ grantSteps),
/* harmony export */   _s: () => (/* binding */ grantHint),
/* harmony export */   dV: () => (/* binding */ rolesCommand),
/* harmony export */   gF: () => (/* binding */ deniedError),
/* harmony export */   kp: () => (/* binding */ roleOf),
/* harmony export */   py: () => (/* binding */ APP_ROLE)
/* harmony export */ });
/* harmony import */ var _errors_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(83916);

/** How long Microsoft's module waits for an answer: 960 s. */
const LONGEST_WAIT = 960_000;
const IDS = ['ExternalDirectoryObjectId', 'Guid', 'Identity'];
/** Without them, Exchange leaves out trustees that are deleted or not found. */
const TRUSTEE_SWITCHES = ['IncludeUnresolvedPermissions', 'IncludeSoftDeletedUserPermissions'];
function listing(keys) {
    return { kind: 'listing', mailboxParameter: 'Identity', keys, switches: [] };
}
function mailbox(more = {}) {
    return { kind: 'mailbox', mailboxParameter: 'Identity', keys: [], switches: [], ...more };
}
const ORGANIZATION = { kind: 'organization', mailboxParameter: 'Identity', keys: [], switches: [] };
/** https://learn.microsoft.com/powershell/module/exchange: what identifies an object of each listing differs. */
const CMDLETS = new Map([
    ['Get-Mailbox', listing(['UserPrincipalName', 'PrimarySmtpAddress', 'EmailAddresses', ...IDS])],
    ['Get-CASMailbox', listing(['PrimarySmtpAddress', 'EmailAddresses', ...IDS])],
    ['Get-MailboxAuditBypassAssociation', listing(['Guid', 'Identity'])],
    ['Get-RecipientPermission', { ...listing(['Identity']), many: true, mayNeedMailbox: true, maxWait: LONGEST_WAIT }],
    ['Get-User', listing(['UserPrincipalName', ...IDS])],
    ['Get-Recipient', mailbox()],
    ['Get-MailboxPermission', mailbox({ many: true, neverEmpty: true, switches: TRUSTEE_SWITCHES })],
    ['Get-MailboxStatistics', mailbox({ switches: ['Archive'] })],
    ['Get-CalendarProcessing', mailbox()],
    ['Get-MailboxFolderPermission', mailbox({ many: true, neverEmpty: true, folder: 'Calendar' })],
    ['Get-MailboxCalendarFolder', mailbox({ folder: 'Calendar' })],
    ['Get-MobileDevice', mailbox({ mailboxParameter: 'Mailbox', many: true })],
    ['Get-SweepRule', mailbox({ mailboxParameter: 'Mailbox', many: true })],
    ['Get-InboxRule', mailbox({ mailboxParameter: 'Mailbox', many: true, switches: ['IncludeHidden'] })],
    ['Get-MailboxRegionalConfiguration', mailbox()],
    ['Get-MailboxJunkEmailConfiguration', mailbox()],
    ['Get-MailboxAutoReplyConfiguration', mailbox()],
    ['Get-MailboxMessageConfiguration', mailbox()],
    ['Get-TransportConfig', ORGANIZATION],
    ['Get-OrganizationConfig', ORGANIZATION],
    ['Get-AcceptedDomain', ORGANIZATION],
]);
/** The cmdlets that a report file can name: those with something about each mailbox. */
function mailboxCmdlets() {
    return [...CMDLETS].flatMap(([name, { kind }]) => (kind === 'organization' ? [] : [name]));
}
/** The cmdlets that return one object for the organization. */
const ORGANIZATION_CMDLETS = ['Get-OrganizationConfig', 'Get-TransportConfig'];
/** A cmdlet of a report. Reports are checked before they run, so one that is missing is a bug. */
function knownCmdlet(name) {
    const found = CMDLETS.get(name);
    if (found === undefined)
        throw new Error(`no cmdlet ${name}`);
    return found;
}
/** https://learn.microsoft.com/powershell/exchange/app-only-auth-powershell-v2 */
const EXCHANGE_APP = '00000002-0000-0ff1-ce00-000000000000';
const APP_ROLE_ID = 'dc50a0fb-09a3-484d-be87-e023b12c6440';
/** The application permission without which Exchange Online refuses every request. */
const APP_ROLE = 'Exchange.ManageAsApp';
/** Cmdlets about the organization rather than its recipients are in another role of Exchange. */
const CONFIGURATION = /^Get-(?:AcceptedDomain|TransportConfig|OrganizationConfig|RemoteDomain|MailboxAuditBypassAssociation)$/;
/** The role of Exchange that has a cmdlet that reads, narrower than a role in Entra ID. */
function roleOf(cmdlet) {
    return CONFIGURATION.test(cmdlet) ? 'View-Only Configuration' : 'View-Only Recipients';
}
/** The error of an application that lacks one of the two grants, with the commands for both. */
function deniedError(cmdlet, reason, { clientId, roles }) {
    const lacksAppRole = roles !== undefined && !roles.includes(APP_ROLE);
    const lacking = lacksAppRole ? ` The token has no ${APP_ROLE}.` : '';
    return new _errors_js__WEBPACK_IMPORTED_MODULE_0__/* .UserError */ .yo('EXCHANGE_DENIED', `Exchange Online refuses ${cmdlet}: ${reason}.${lacking}`.replace('..', '.'), grantSteps(cmdlet, clientId, 'A new grant needs a new token, and up to two hours to apply.' +
        (cmdlet === 'Get-AcceptedDomain' ? ' Without this role, set "internal-domains".' : '')));
}
/** The two grants as numbered lines, and the commands to copy for each. `last`: a line after them. */
function grantSteps(cmdlet, clientId, last) {
    const id = /^[\w-]+$/.test(clientId) ? clientId : '<client-id>';
    const writes = cmdlet.startsWith('Set-');
    const role = writes ? '<role>' : roleOf(cmdlet);
    const roles = writes
        ? 'Exchange Recipient Administrator in Entra ID, or a role in Exchange Online PowerShell that has the parameters of the ' +
            `policy (${rolesCommand(cmdlet, ['<parameters>'])} lists them)`
        : `Global Reader in Entra ID, or "${role}" in Exchange Online PowerShell`;
    const hint = [
        'The application needs two grants:',
        `1. The application permission ${APP_ROLE} of Office 365 Exchange Online.`,
        `2. A role: ${roles}. Its commands need the object ID of the enterprise application.`,
        ...(last === undefined ? [] : [last]),
    ].join('\n');
    const permission = `az ad app permission add --id ${id} --api ${EXCHANGE_APP} --api-permissions ${APP_ROLE_ID}=Role`;
    const principal = `New-ServicePrincipal -AppId ${id} -ObjectId <object ID> -DisplayName "Mailbox Report"`;
    const copy = [
        { label: 'Permission', text: permission },
        { label: 'Consent', text: `az ad app permission admin-consent --id ${id}` },
        { label: 'Service principal', text: principal },
        { label: 'Role', text: `New-ManagementRoleAssignment -Role "${role}" -App <object ID>` },
    ];
    return { hint, copy };
}
/** The same as a text of one line, for warnings. */
function grantHint(cmdlet, clientId) {
    return (0,_errors_js__WEBPACK_IMPORTED_MODULE_0__/* .hintLines */ .LM)(grantSteps(cmdlet, clientId)).replaceAll('\n', ' ');
}
/**
 * The command that lists the roles of an organization with a cmdlet and its parameters: roles grant parameters, and which role
 * has which is not documented. https://learn.microsoft.com/powershell/exchange/find-exchange-cmdlet-permissions
 */
function rolesCommand(cmdlet, parameters) {
    return `Get-ManagementRole -Cmdlet ${cmdlet} -CmdletParameters ${parameters.join(',')}`;
}


/***/ }),

/***/ 34241:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   Qb: () => (/* binding */ REJECTED_SWITCHES),
/* harmony export */   mv: () => (/* binding */ listedRequests),
/* harmony export */   oZ: () => (/* binding */ hasObjectList)
/* harmony export */ });
/* unused harmony export cmdletsOf */
/* harmony import */ var _cmdlets_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(26407);

/** What a request lists for the whole tenant. */
function listedRequests(request) {
    const { cmdlet, select } = request;
    return [...(request.perMailbox === true ? [] : [{ cmdlet, select }]), ...Object.values(request.beside ?? {})];
}
/** The cmdlets that a request runs. */
function cmdletsOf(request) {
    const { cmdlet, organization = {}, beside = {} } = request;
    const others = Object.values(beside);
    const resolvesNames = [request, ...others].some((one) => one.resolves !== undefined);
    return [
        cmdlet,
        ...Object.values(organization).map((one) => one.cmdlet),
        ...others.map((one) => one.cmdlet),
        ...(resolvesNames ? ['Get-Recipient'] : []),
    ];
}
/** Whether expressions find a list of objects under `value`, since a mailbox may have several or none. */
function hasObjectList({ cmdlet, perMailbox }) {
    return perMailbox === true || (0,_cmdlets_js__WEBPACK_IMPORTED_MODULE_0__/* .knownCmdlet */ .Ph)(cmdlet).many === true;
}
/** A member with the switches that the service rejected, each of which would have brought more objects. */
const REJECTED_SWITCHES = 'rejectedSwitches';


/***/ }),

/***/ 4760:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   JA: () => (/* binding */ TRUSTEE_PROPERTIES),
/* harmony export */   Vf: () => (/* binding */ withoutSystemTrustees),
/* harmony export */   du: () => (/* binding */ PERMISSIONS_CMDLET)
/* harmony export */ });
/** The cmdlet whose answers have the grants that every mailbox of Exchange Online inherits. */
const PERMISSIONS_CMDLET = 'Get-MailboxPermission';
/** The properties that say whether a grant is one of them. */
const TRUSTEE_PROPERTIES = ['User', 'UserSid', 'IsInherited'];
/**
 * Groups and accounts of the servers, after the name of the forest: `EURPR05A010\Exchange Servers`, `PRDTSB01\JitUsers`.
 * https://learn.microsoft.com/powershell/module/exchange/get-mailboxpermission lists some; the others are seen in tenants.
 */
const NAMES = new Set([
    ...['Administrator', 'Domain Admins', 'Enterprise Admins', 'Organization Management', 'Exchange Servers'],
    ...['View-Only Organization Management', 'Exchange Trusted Subsystem', 'Managed Availability Servers'],
    ...['Public Folder Management', 'Delegated Setup', 'JitUsers'],
].map((name) => name.toLowerCase()));
const FOREST = /^[a-z0-9-]{1,15}\\(.*)$/i;
/** `NT AUTHORITY\SYSTEM` and `NETWORK SERVICE`; Administrator, Domain Admins and Enterprise Admins of any domain. */
const SIDS = /^S-1-5-(?:18|20|21-\d+-\d+-\d+-(?:500|512|519))$/;
const SERVICES = /^NT AUTHORITY\\(?:SYSTEM|NETWORK SERVICE)$/i;
/** The grants without those that every mailbox inherits to Microsoft's own trustees. A direct grant is kept, whoever has it. */
function withoutSystemTrustees(grants) {
    return grants.filter((grant) => !isSystemGrant(grant));
}
function isSystemGrant(grant) {
    if (typeof grant !== 'object' || grant === null || Array.isArray(grant))
        return false;
    const { User: name, UserSid: sid, IsInherited: isInherited } = grant;
    if (isInherited !== true)
        return false;
    if (typeof sid === 'string' && SIDS.test(sid))
        return true;
    return typeof name === 'string' && (SERVICES.test(name) || NAMES.has(FOREST.exec(name)?.[1]?.toLowerCase() ?? ''));
}


/***/ }),

/***/ 3589:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  checkReportFile: () => (/* binding */ checkReportFile)
});

// UNUSED EXPORTS: REPORT_SCHEMA, parseReportFile

// EXTERNAL MODULE: ./src/exchange/cmdlets.ts
var cmdlets = __webpack_require__(26407);
// EXTERNAL MODULE: ./src/exchange/system-trustees.ts
var system_trustees = __webpack_require__(4760);
// EXTERNAL MODULE: ./src/files/fields.ts
var fields = __webpack_require__(59682);
// EXTERNAL MODULE: ./src/files/workspace.ts
var files_workspace = __webpack_require__(79622);
// EXTERNAL MODULE: ./src/files/yaml-file.ts + 1 modules
var yaml_file = __webpack_require__(25948);
// EXTERNAL MODULE: ./src/reports/built-in.ts + 11 modules
var built_in = __webpack_require__(33278);
// EXTERNAL MODULE: ./src/schema/check.ts
var check = __webpack_require__(11935);
// EXTERNAL MODULE: ./src/text/did-you-mean.ts
var did_you_mean = __webpack_require__(63180);
// EXTERNAL MODULE: ./src/text/display.ts
var display = __webpack_require__(24745);
// EXTERNAL MODULE: ./src/reports/column-schemas.ts
var column_schemas = __webpack_require__(28384);
// EXTERNAL MODULE: ./src/reports/definition.ts
var definition = __webpack_require__(54530);
// EXTERNAL MODULE: ./src/errors.ts
var errors = __webpack_require__(83916);
// EXTERNAL MODULE: ./src/files/yaml-value.ts
var yaml_value = __webpack_require__(48712);
// EXTERNAL MODULE: ./src/reports/expressions/expression.ts
var expressions_expression = __webpack_require__(14057);
// EXTERNAL MODULE: ./src/reports/expressions/syntax.ts
var syntax = __webpack_require__(55260);
;// CONCATENATED MODULE: ./src/reports/file/expression.ts





/** Nobody can read a longer expression, and the library parses recursively. */
const MAX_LENGTH = 4000;
/** A JMESPath expression. */
const EXPRESSION = {
    schema: { type: 'string', maxLength: MAX_LENGTH, pattern: '\\S' },
    read: (value) => {
        const expression = value.text();
        if (expression === undefined)
            return undefined;
        if (expression.length > MAX_LENGTH) {
            return value.reject(`is longer than ${MAX_LENGTH} characters.`, 'Shorten it.');
        }
        const mistake = (0,syntax/* syntaxError */.Ip)(expression);
        if (mistake !== undefined) {
            const message = `${(0,display/* shownText */.f$)(value.name)} is not JMESPath: ${mistake.message}.`;
            return value.report(message, 'See https://jmespath.site for the language.', (0,yaml_value/* offsetInText */.IK)(value, mistake.offset));
        }
        try {
            (0,expressions_expression/* compileExpression */.Wo)(expression);
            return expression;
        }
        catch (error) {
            if (!(error instanceof errors/* UserError */.yo))
                throw error;
            return value.report(error.message, error.hint);
        }
    },
};

;// CONCATENATED MODULE: ./src/reports/file/columns.ts







const MAX_COLUMNS = 200;
const MAX_NAME_LENGTH = 100;
const RESERVED = [definition/* MAILBOX_COLUMN */.aN, ...definition/* STATUS_COLUMNS */.bq, ...definition/* VERDICT_COLUMNS */.aZ, definition/* INCONCLUSIVE_MEMBER */.In];
/** No blanks around it, no invisible characters, and not a number alone: JavaScript objects list such keys first. */
const COLUMN_NAME = /^(?!\d+$)(?=\S)[^\p{C}\p{Zl}\p{Zp}]*(?<=\S)$/u;
/** `columns`: name to expression. */
const COLUMNS = {
    schema: {
        type: 'object',
        minProperties: 1,
        maxProperties: MAX_COLUMNS,
        propertyNames: {
            maxLength: MAX_NAME_LENGTH,
            pattern: COLUMN_NAME.source,
            not: { anyOf: RESERVED.map((name) => ({ pattern: `^${inAnyCase(name)}$` })) },
        },
        additionalProperties: EXPRESSION.schema,
    },
    read: (value) => {
        const entries = value.entries();
        if (entries === undefined)
            return undefined;
        if (entries.length === 0)
            value.report('"columns" has no column.', 'Add a column: "Name: expression".');
        if (entries.length > MAX_COLUMNS)
            value.report(`There are more than ${MAX_COLUMNS} columns.`, 'Remove some columns.');
        const seen = new Set();
        const columns = entries.map(({ key, keyOffset, value: expression }) => {
            const folded = key.trim().toLowerCase();
            const hint = seen.has(folded) ? 'Another column has this name. Names are compared without case.' : nameHint(key);
            if (hint !== undefined)
                value.report(`A column cannot be called ${(0,display/* shownText */.f$)(key)}.`, hint, keyOffset);
            seen.add(folded);
            return [key, EXPRESSION.read(expression) ?? ''];
        });
        const places = entries.map(({ key, keyOffset }) => [key, value.problems.placeOf(keyOffset)]);
        return { columns: Object.fromEntries(columns), places: new Map(places) };
    },
};
/** What to do about a name that a column cannot have; undefined if it can. */
function nameHint(name) {
    const reserved = RESERVED.find((column) => column.toLowerCase() === name.toLowerCase());
    if (reserved !== undefined)
        return `Every report uses the name ${reserved}. Choose another name.`;
    if (name.length > MAX_NAME_LENGTH)
        return `Use at most ${MAX_NAME_LENGTH} characters.`;
    if (COLUMN_NAME.test(name))
        return undefined;
    if (name.trim() === '')
        return 'Enter a name.';
    if (name !== name.trim())
        return 'Remove the blanks around the name.';
    return /^\d+$/.test(name)
        ? 'Add a word: a column cannot be called by a number alone.'
        : 'Remove line breaks and invisible characters.';
}
/** A pattern of a word: JSON Schema has no flags. */
function inAnyCase(word) {
    return word.replace(/./g, (letter) => `[${letter.toLowerCase()}${letter.toUpperCase()}]`);
}
/** `types`: column name to a JSON Schema of the cells' possible values, besides null. */
const TYPES = (0,fields/* later */.NU)({
    type: 'object',
    maxProperties: MAX_COLUMNS,
    additionalProperties: column_schemas/* CELL_SCHEMA */.vX,
});
/** Reads `types`. */
function readTypes(value, columns) {
    const types = (value.entries() ?? []).flatMap(({ key, keyOffset, value: type }) => {
        requireColumn(key, columns, '"types" describes columns listed under "columns".', type, keyOffset);
        const schema = (0,check/* cellSchema */.g)(type);
        return schema === undefined ? [] : [[key, schema]];
    });
    return Object.fromEntries(types);
}
/** Adds a problem for a name that is none of the columns. */
function requireColumn(name, columns, hint, value, offset = value.offset) {
    if (columns === undefined || Object.hasOwn(columns, name))
        return;
    const meant = (0,did_you_mean/* suggestion */.h)(name, Object.keys(columns));
    value.report(`The report has no column ${(0,display/* shownText */.f$)(name)}.`, `${meant}${hint}`, offset);
}
const COLUMN_LIST = (0,fields/* later */.NU)({ type: 'array', items: fields/* anyText */.Ae.schema });
/** `compare`. */
const COMPARE = (0,fields/* record */.g1)({
    ignore: {
        is: COLUMN_LIST,
        required: true,
        description: 'Columns that are left out, such as counts that differ in every run.',
        examples: [['UnreadItems']],
    },
});
/** Reads a list of columns. */
function columnList(value, columns, hint) {
    return value.items()?.flatMap((item) => {
        const name = item.text();
        if (name !== undefined)
            requireColumn(name, columns, hint, item);
        return name ?? [];
    });
}
const ITEM_COLUMNS = (0,fields/* oneOrMore */.h9)(fields/* anyText */.Ae, {
    noun: 'column',
    maxItems: 5,
    hint: 'Name a column, or remove the key.',
});
/** `item`: a column, or a list of columns. */
const ITEM = (0,fields/* later */.NU)(ITEM_COLUMNS.schema);
/** Reads `item`. `rows`: the report's; with one row a mailbox, nothing has to be named. */
function readItem(value, columns, rows) {
    if (rows === undefined)
        return value.reject('names rows, and the report has one row a mailbox.', 'Remove the key.');
    const names = ITEM_COLUMNS.read(value);
    for (const name of names ?? [])
        requireColumn(name, columns, '"item" names columns listed under "columns".', value);
    return names;
}
const HIGHLIGHT = (0,fields/* record */.g1)({
    title: {
        is: (0,fields/* line */.n8)(80),
        required: true,
        description: 'The rows in one line, for people.',
        examples: ['Category without a color'],
    },
    when: {
        is: column_schemas/* COLUMN_SCHEMAS */.QH,
        required: true,
        description: 'Columns, each with a JSON Schema that its cell must meet, as in a rule of a policy.',
        examples: [{ Color: { const: 'none' } }],
    },
    columns: {
        is: COLUMN_LIST,
        description: 'The columns to show first, after the mailbox. Default: the columns under when.',
        examples: [['Color', 'Category']],
    },
});
/** `highlights`: a title, a condition, and the columns to show first. */
const HIGHLIGHTS = (0,fields/* list */.p_)((0,fields/* later */.NU)(HIGHLIGHT.schema), {
    noun: 'highlight',
    maxItems: 20,
    hint: 'Remove some highlights.',
});
/** @param report its columns with their types; undefined if they cannot be read: then every name is accepted */
function readHighlights(items, report) {
    const titles = new Set();
    const reports = report === undefined ? [] : [report];
    return items.flatMap((item) => {
        const keys = HIGHLIGHT.read(item);
        const title = keys?.get('title');
        if (title !== undefined && titles.has(title.toLowerCase())) {
            const message = `There is a highlight ${(0,display/* shownText */.f$)(title)} already.`;
            keys?.valueOf('title')?.report(message, 'Give each its own title.');
        }
        if (title !== undefined)
            titles.add(title.toLowerCase());
        const condition = keys?.get('when');
        const when = condition && (0,column_schemas/* columnSchemas */.Vo)(condition, { report, reports });
        const named = keys?.get('columns');
        const columns = named && columnList(named, report?.columns, 'Name columns listed under "columns" of the report.');
        if (title === undefined || when === undefined)
            return [];
        return [{ title, when, columns: columns ?? Object.keys(when).filter((name) => name !== definition/* MAILBOX_COLUMN */.aN) }];
    });
}

// EXTERNAL MODULE: ./src/exchange/query.ts
var query = __webpack_require__(34241);
;// CONCATENATED MODULE: ./src/reports/file/exchange-request.ts






const MAX_PROPERTIES = 100;
const ORGANIZATION_NAME = /^[a-z][a-zA-Z0-9]{0,29}$/;
/** Reports only read. */
const NAMES = (0,cmdlets/* mailboxCmdlets */.$m)();
/** The folder of each mailbox, as Exchange names it. */
const FOLDER = /^\{mailbox\}:\\[^\p{C}{}]{1,250}$/u;
const SELECT = {
    is: (0,fields/* list */.p_)((0,fields/* text */.Qq)({ pattern: /^[A-Za-z][A-Za-z0-9]{0,99}$/, hint: () => 'Write the name of a property.' }), {
        noun: 'property',
        minItems: 1,
        maxItems: MAX_PROPERTIES,
        hint: `List 1 to ${MAX_PROPERTIES} properties that the columns read.`,
    }),
    required: true,
    description: 'The properties that the columns read.',
};
const ORGANIZATION = (0,fields/* record */.g1)({
    cmdlet: {
        is: (0,fields/* choice */.Yq)(...cmdlets/* ORGANIZATION_CMDLETS */.V$),
        required: true,
        description: 'A cmdlet that returns one object for the organization.',
    },
    select: { ...SELECT, examples: [['AuditDisabled']] },
});
/** `request` of a report from Exchange Online. */
const KEYS = (0,fields/* record */.g1)({
    cmdlet: {
        is: (0,fields/* text */.Qq)({
            among: NAMES,
            hint: (name) => `${(0,did_you_mean/* suggestion */.h)(name, NAMES)}Reports can use these cmdlets, which only read: ${NAMES.join(', ')}.`,
        }),
        required: true,
        description: 'A cmdlet of Exchange Online that only reads.',
    },
    parameters: {
        is: (0,fields/* later */.NU)({
            type: 'object',
            properties: { Identity: { type: 'string', pattern: FOLDER.source } },
            additionalProperties: fields/* truth */.Im.schema,
        }),
        description: 'Switches of the cmdlet, and the folder of a cmdlet about folders. The action sets the mailbox.',
        examples: [{ IncludeHidden: true }, { Identity: '{mailbox}:\\Kalender' }],
    },
    select: { ...SELECT, examples: [['AuditBypassEnabled']] },
    organization: {
        is: (0,fields/* later */.NU)({
            type: 'object',
            minProperties: 1,
            maxProperties: cmdlets/* ORGANIZATION_CMDLETS */.V$.length,
            propertyNames: { pattern: ORGANIZATION_NAME.source },
            additionalProperties: ORGANIZATION.schema,
        }),
        description: 'Settings of the organization. Expressions find each object by its name: organization.config.AuditDisabled.',
        examples: [{ config: { cmdlet: 'Get-OrganizationConfig', select: ['AuditDisabled'] } }],
    },
    'per-mailbox': {
        is: fields/* truth */.Im,
        description: 'Run the cmdlet for each mailbox, instead of listing the tenant with it.',
        default: false,
    },
});
/** For editors: also what depends on the cmdlet. */
const EXCHANGE_REQUEST_SCHEMA = {
    ...KEYS.schema,
    allOf: NAMES.map((name) => ({
        if: { properties: { cmdlet: { const: name } } },
        then: { properties: byCmdlet(name) },
    })),
};
function byCmdlet(name) {
    const switches = [...switchesOf(name), ...(isOfFolder(name) ? ['Identity'] : [])];
    return {
        parameters: switches.length === 0 ? { maxProperties: 0 } : { propertyNames: { enum: switches } },
        ...(isListing(name) ? {} : { 'per-mailbox': { enum: [true, 'true'] } }),
    };
}
/** Reads `request` of a report from Exchange Online. */
function readExchangeRequest(value) {
    const keys = KEYS.read(value);
    const cmdlet = keys?.get('cmdlet');
    const settings = keys?.get('parameters');
    const parameters = settings && readParameters(settings, cmdlet);
    const select = keys?.get('select');
    const perMailbox = keys?.get('per-mailbox');
    const named = keys?.get('organization');
    const organization = named && readOrganization(named);
    if (cmdlet === undefined)
        return undefined;
    if (perMailbox === false && !isListing(cmdlet)) {
        const message = `${cmdlet} must run for each mailbox: Exchange cannot list the tenant with it.`;
        keys?.valueOf('per-mailbox')?.report(message, 'Remove the key, or set it to true.');
    }
    if (select === undefined)
        return undefined;
    const runsForEach = perMailbox === true || !isListing(cmdlet);
    return { cmdlet, parameters, select: [...new Set(select)], perMailbox: runsForEach || undefined, organization };
}
function readOrganization(value) {
    const entries = value.entries() ?? [];
    if (entries.length === 0)
        value.report('"organization" names no cmdlet.', 'Add one, or remove the key.');
    const objects = entries.flatMap(({ key, keyOffset, value: object }) => {
        if (!ORGANIZATION_NAME.test(key)) {
            value.report(`${(0,display/* shownText */.f$)(key)} cannot be a name here.`, 'Use letters and digits, such as "config".', keyOffset);
        }
        const keys = ORGANIZATION.read(object);
        const [cmdlet, select] = [keys?.get('cmdlet'), keys?.get('select')];
        return cmdlet === undefined || select === undefined ? [] : [[key, { cmdlet, select }]];
    });
    return Object.fromEntries(objects);
}
/** @param cmdlet undefined if it is not known: then any name of a parameter is accepted */
function readParameters(value, cmdlet) {
    const parameters = (value.entries() ?? []).flatMap(({ key, keyOffset, value: setting }) => {
        if (key === 'Identity' && (cmdlet === undefined || isOfFolder(cmdlet))) {
            const folder = setting.text();
            if (folder !== undefined && FOLDER.test(folder))
                return [[key, folder]];
            setting.reject('names no folder.', "Write it as Exchange does, with {mailbox} for the mailbox: '{mailbox}:\\Calendar'.");
            return [];
        }
        if (cmdlet === undefined || switchesOf(cmdlet).includes(key))
            return [[key, fields/* truth */.Im.read(setting) === true]];
        value.report(`${(0,display/* shownText */.f$)(key)} cannot be a parameter here.`, parameterHint(key, cmdlet), keyOffset);
        return [];
    });
    return Object.fromEntries(parameters);
}
/** What to do about a parameter that the cmdlet cannot have. */
function parameterHint(name, cmdlet) {
    const folded = name.toLowerCase();
    const switches = switchesOf(cmdlet);
    if (isOfFolder(cmdlet) && folded === 'identity')
        return 'Write it as "Identity": names of parameters are case-sensitive.';
    if (folded === 'identity' || folded === 'mailbox')
        return 'Remove it: the action sets it to each mailbox.';
    if (folded === 'resultsize')
        return 'Remove it: the action reads all results.';
    if (switches.length === 0)
        return `Remove it: reports can set no parameter of ${cmdlet}.`;
    const known = switches.map((one) => `"${one}"`).join(', ');
    return `${(0,did_you_mean/* suggestion */.h)(name, switches)}Reports can set these parameters of ${cmdlet}: ${known}.`;
}
function switchesOf(cmdlet) {
    return cmdlets/* CMDLETS */.Hr.get(cmdlet)?.switches ?? [];
}
function isOfFolder(cmdlet) {
    return cmdlets/* CMDLETS */.Hr.get(cmdlet)?.folder !== undefined;
}
function isListing(cmdlet) {
    return cmdlets/* CMDLETS */.Hr.get(cmdlet)?.kind === 'listing';
}
/** The cmdlets that return several objects for a mailbox. */
const CMDLETS_OF_MANY = NAMES.filter((name) => cmdlets/* CMDLETS */.Hr.get(name)?.many === true);
/** Rows that are objects of the answer, perhaps only some of them. */
const OBJECTS = /^value(?:\[\?[^\]]*\])?$/;
/**
 * Adds a problem for each expression that reads a property that `select` does not name, so that its cells would always be
 * blank, and for a report without rows whose mailboxes have several objects.
 *
 * @param file the whole file
 * @param expressions those that are valid
 */
function checkProperties(file, request, { rows, columns = {} }) {
    const { cmdlet, select } = request;
    const rowsValue = file.entry('rows')?.value;
    if (rowsValue === undefined && CMDLETS_OF_MANY.includes(cmdlet)) {
        const hint = 'Add "rows: value", which gives a row for each of them.';
        file.report(`"rows" is missing: ${cmdlet} returns several objects for a mailbox.`, hint);
    }
    if (rowsValue !== undefined && request.organization !== undefined) {
        rowsValue.reject('cannot be used with "organization".', 'A report with settings of the organization has one row a mailbox.');
    }
    const isList = (0,query/* hasObjectList */.oZ)(request);
    if (rowsValue !== undefined && rows !== undefined)
        checkReads(rowsValue, rows, isList ? ['value'] : select);
    // Rows that are parts of objects have properties that no key names.
    if (rowsValue !== undefined && !(isList && OBJECTS.test(rows ?? '')))
        return;
    const columnsValue = file.entry('columns')?.value;
    for (const [name, expression] of Object.entries(columns)) {
        const value = columnsValue?.entry(name)?.value;
        const names = request.organization === undefined ? select : [...select, 'organization'];
        if (value !== undefined)
            checkReads(value, expression, names);
    }
}
function checkReads(value, expression, names) {
    for (const property of propertiesOf(expression)) {
        if (names.includes(property))
            continue;
        const hint = `${(0,did_you_mean/* suggestion */.h)(property, names)}It can read: ${names.join(', ')}.`;
        value.reject(`reads ${(0,display/* shownText */.f$)(property)}, which is not there.`, hint);
    }
}
/** None for a text that is not JMESPath, which is a problem of its own. */
function propertiesOf(expression) {
    try {
        return (0,syntax/* rowProperties */.kA)(expression);
    }
    catch {
        return [];
    }
}

;// CONCATENATED MODULE: ./src/reports/file/path.ts

const path_MAX_LENGTH = 1000;
const BELOW = 'The path is relative to /users/{mailbox}/, for example mailFolders/inbox/messageRules.';
const OF_TENANT = "The listing is relative to the version, for example users, subscribedSkus or reports/getMailboxUsageDetail(period='D7').";
const NO_ROWS = 'Name a resource that Graph returns as JSON. Options such as $count and $top belong under "query".';
const BRACES = {
    pattern: /[{}]/,
    message: () => 'contains braces.',
    hint: 'Remove them: only the path of "children" has a placeholder, {id}. Leave out {mailbox}.',
};
/** In this order. A path stays below `/users/{mailbox}/`, however a server decodes it. */
const REFUSALS = [
    { pattern: /^\s|\s$/, message: () => 'begins or ends with a blank.', hint: 'Remove the blank.' },
    {
        pattern: /^(?:[A-Za-z][A-Za-z0-9+.-]*:|\/\/)/,
        message: () => 'is a complete URL.',
        hint: `Remove the scheme, the host and the version. ${BELOW}`,
    },
    {
        pattern: /^\/?(?:(?:[vV]1\.0|[bB][eE][tT][aA])\/)?(?:[uU][sS][eE][rR][sS]\/[^/]*|[mM][eE])(?:\/|$)/,
        message: (found) => `begins with ${(0,display/* shownText */.f$)(found)}.`,
        hint: `Remove this part. ${BELOW}`,
    },
    { pattern: /^\//, message: () => 'begins with a slash.', hint: `Remove it. ${BELOW}` },
    { pattern: /\?/, message: () => 'contains a query.', hint: 'Remove the ? and move the options to "query".' },
    { pattern: /#/, message: () => 'contains a #.', hint: 'Write a # in a name as %23.' },
    { pattern: /\\/, message: () => 'contains a backslash.', hint: 'Separate segments with /.' },
    BRACES,
    {
        // The characters of a path in RFC 3986. https://www.rfc-editor.org/rfc/rfc3986#section-3.3
        pattern: /[^A-Za-z0-9\-._~!$&'()*+,;=:@%/{}]/u,
        message: (found) => `contains ${(0,display/* shownText */.f$)(found)}, which is not allowed in a path.`,
        hint: (found) => `Percent-encode it${found.isWellFormed() ? `: ${encodeURIComponent(found)}` : ''}.`,
    },
    {
        pattern: /(?:^|\/)(?:\/|$)/,
        message: () => 'has an empty segment.',
        hint: 'Write one / between segments, and none at the end.',
    },
    {
        pattern: /([^/]*%(?![0-9A-Fa-f]{2})[^/]*)/,
        message: (found) => `has an invalid percent-encoding in ${(0,display/* shownText */.f$)(found)}.`,
        hint: 'Write a % as %25.',
    },
    {
        // A server may decode more than once, or after it has split the path.
        pattern: /([^/]*%(?:25|2[fF]|5[cC]|7[fF]|[01][0-9A-Fa-f]|[cC]2%[89])[^/]*)/,
        message: (found) => `has an encoded character in ${(0,display/* shownText */.f$)(found)} that is not allowed.`,
        hint: 'Encoded / \\ % and control characters are not allowed.',
    },
    {
        pattern: /(?:^|\/)((?:\.|%2[eE])+)(?:\/|$)/,
        message: (found) => `has the relative segment ${(0,display/* shownText */.f$)(found)}.`,
        hint: `Write the path without it. ${BELOW}`,
    },
    {
        pattern: /(?:^|\/)((?:\$|%24)[^/]*)/,
        message: (found) => `names ${(0,display/* shownText */.f$)(found)}, which has no rows.`,
        hint: NO_ROWS,
    },
];
/** The path of a report's request; '' for the user itself. */
const PATH = {
    schema: { anyOf: [{ const: '' }, schemaOf(REFUSALS)] },
    read: (value) => (value.node !== null && 'value' in value.node && value.node.value === '' ? '' : readPath(value)),
};
/** The path of a listing of the tenant. A user's own collections are no listing. */
const LISTING_PATH = {
    schema: schemaOf(REFUSALS),
    read: (value) => readPath(value, '', OF_TENANT),
};
/** The path of child rows, in which `{id}` is replaced with the row's id. */
const CHILDREN_PATH = {
    schema: {
        ...schemaOf(REFUSALS.filter((refusal) => refusal !== BRACES)),
        pattern: '^[^{}]*\\{id\\}[^{}]*$',
        examples: ['mailFolders/{id}/childFolders'],
    },
    read: (value) => readPath(value, '{id}'),
};
function schemaOf(refusals) {
    const anyOf = refusals.map(({ pattern }) => ({ pattern: pattern.source }));
    return { type: 'string', maxLength: path_MAX_LENGTH, not: { anyOf } };
}
/** @param below what the path is relative to */
function readPath(value, placeholder = '', below = BELOW) {
    const written = value.text();
    if (written === undefined)
        return undefined;
    const count = placeholder === '' ? 1 : written.split(placeholder).length - 1;
    if (count !== 1) {
        const hint = 'Write {id} once, where the id of the row belongs, for example mailFolders/{id}/childFolders.';
        return value.reject(count === 0 ? `has no "${placeholder}".` : `has more than one "${placeholder}".`, hint);
    }
    const path = placeholder === '' ? written : written.replace(placeholder, 'id');
    if (path.length > path_MAX_LENGTH)
        return value.reject(`is longer than ${path_MAX_LENGTH} characters.`, below);
    for (const { pattern, message, hint } of REFUSALS) {
        const match = pattern.exec(path);
        if (match === null)
            continue;
        const found = match[1] ?? match[0];
        return value.reject(message(found), (typeof hint === 'string' ? hint : hint(found)).replace(BELOW, below));
    }
    const broken = path.split('/').find((segment) => !isDecodable(segment));
    if (broken === undefined)
        return written;
    return value.reject(`has an invalid percent-encoding in ${(0,display/* shownText */.f$)(broken)}.`, 'Write a % as %25.');
}
/** Whether the encoded bytes are UTF-8. */
function isDecodable(segment) {
    try {
        decodeURIComponent(segment);
        return true;
    }
    catch {
        return false;
    }
}

;// CONCATENATED MODULE: ./src/reports/file/query.ts


const SETTING = { type: ['string', 'number', 'boolean'], pattern: '\\S' };
const WHOLE = { type: ['integer', 'string'] };
/** OData options that a report can use. https://learn.microsoft.com/graph/query-parameters */
const ODATA = {
    $top: {
        pattern: /^(?:[1-9][0-9]{0,2}|1000)$/,
        hint: 'Use a whole number from 1 to 1000.',
        schema: { ...WHOLE, minimum: 1, maximum: 1000 },
    },
    ...Object.fromEntries(['$select', '$filter', '$expand', '$orderby', '$search'].map((name) => [
        name,
        { pattern: /\S/, hint: 'Enter a value.', schema: SETTING },
    ])),
    $count: { pattern: /^(?:true|false)$/, hint: 'Use true or false.', schema: { type: ['boolean', 'string'] } },
    $format: { pattern: /^application\/json$/, hint: 'Use application/json.', schema: { type: 'string' } },
    $skip: { pattern: /^(?:0|[1-9][0-9]{0,8})$/, hint: 'Use a whole number.', schema: { ...WHOLE, minimum: 0 } },
};
const query_NAMES = Object.keys(ODATA);
/** Options of links to the next page, which the action follows. */
const PAGING = ['$skiptoken', '$deltatoken'];
/** Options of Graph that are not OData's, such as `includeHiddenFolders`. */
const OTHER = /^@?(?!(?:top|select|filter|expand|orderby|search|count|skip|skiptoken|deltatoken)$)[A-Za-z][\w.-]*$/;
/** Collections of directory objects: users, and relationships of a user. https://learn.microsoft.com/graph/api/resources/user */
const DIRECTORY_COLLECTIONS = new Set([
    ...['memberof', 'transitivememberof', 'directreports', 'transitivereports', 'createdobjects', 'ownedobjects'],
    ...['owneddevices', 'registereddevices', 'licensedetails', 'approleassignments', 'oauth2permissiongrants'],
    ...['scopedrolememberof', 'sponsors', 'agreementacceptances', 'users'],
]);
const QUERY_TEXT = /^(?!\?)(?:[^#%]|%[0-9A-Fa-f]{2})+$/;
/** Query options, not encoded: a mapping, or a text such as `$top=100&$select=id`. */
const QUERY = {
    schema: {
        anyOf: [
            { type: 'string', pattern: QUERY_TEXT.source, examples: ['$top=100&$select=id'] },
            {
                type: 'object',
                additionalProperties: false,
                properties: Object.fromEntries(Object.entries(ODATA).map(([name, { pattern, schema }]) => [name, { ...schema, pattern: pattern.source }])),
                patternProperties: { [OTHER.source]: SETTING },
            },
        ],
    },
    read: (value) => value,
};
/**
 * Reads query options.
 *
 * @param path of the request. Directory collections accept smaller pages than Outlook's.
 */
function readQuery(value, path = '') {
    const [collection = ''] = path.toLowerCase().split(/[/(]/);
    const maxTop = DIRECTORY_COLLECTIONS.has(collection) ? 999 : 1000;
    const options = readOptions(value);
    const seen = new Set();
    for (const { name, value: setting, nameOffset, at } of options) {
        const folded = name.toLowerCase();
        const [problem, hint] = seen.has(folded)
            ? ['is given twice.', 'Remove one. Names are compared without case.']
            : nameProblem(name);
        seen.add(folded);
        if (problem !== undefined)
            value.report(`The option ${(0,display/* shownText */.f$)(name)} ${problem}`, hint, nameOffset);
        else
            checkSetting(name, setting, maxTop, at);
    }
    return Object.fromEntries(options.map((option) => [option.name, option.value]));
}
function readOptions(value) {
    if (value.node !== null && 'value' in value.node && typeof value.node.value === 'string')
        return parseQueryText(value);
    return (value.entries() ?? []).flatMap(({ key, keyOffset, value: at }) => {
        const written = at.scalarText();
        return written === undefined ? [] : [{ name: key, value: written, nameOffset: keyOffset, at }];
    });
}
/** Parses a query string. https://url.spec.whatwg.org/#urlencoded-parsing */
function parseQueryText(at) {
    const query = at.text();
    if (query === undefined)
        return [];
    if (QUERY_TEXT.test(query)) {
        return [...new URLSearchParams(query)].map(([name, value]) => ({ name, value, nameOffset: at.offset, at }));
    }
    const hint = 'Remove ?, # and invalid percent-encoding, or write a mapping, which needs no encoding.';
    at.reject('is no query.', hint);
    return [];
}
function nameProblem(name) {
    if (Object.hasOwn(ODATA, name))
        return [undefined, ''];
    const asOData = (name.startsWith('$') ? name : `$${name}`).toLowerCase();
    if (PAGING.includes(asOData))
        return ['belongs to one page.', 'Remove it: the action reads further pages itself.'];
    if (OTHER.test(name) && !Object.hasOwn(ODATA, asOData))
        return [undefined, ''];
    const meant = (0,did_you_mean/* didYouMean */.a)(name.startsWith('$') ? name : asOData, query_NAMES);
    return [
        'is unknown.',
        `${meant === undefined ? '' : `Did you mean ${meant}? `}Supported OData options: ${query_NAMES.join(', ')}.`,
    ];
}
function checkSetting(name, setting, maxTop, at) {
    const add = (problem, hint) => at.report(`${(0,display/* shownText */.f$)(name)} ${problem}`, hint);
    const known = Object.hasOwn(ODATA, name) ? ODATA[name] : undefined;
    if (setting.trim() === '')
        add('has no value.', 'Enter a value, or remove the option.');
    else if (/\p{Cc}|\p{Cs}/u.test(setting))
        add('contains a control character.', 'Write it on one line.');
    else if (name === '$top' && !(Number(setting) <= maxTop)) {
        add(`cannot be ${(0,display/* shownText */.f$)(setting)}.`, `Use a whole number from 1 to ${maxTop}.`);
    }
    else if (known?.pattern.test(setting) === false)
        add(`cannot be ${(0,display/* shownText */.f$)(setting)}.`, known.hint);
}

;// CONCATENATED MODULE: ./src/reports/file/request.ts




const CHILDREN = (0,fields/* record */.g1)({
    path: {
        is: CHILDREN_PATH,
        required: true,
        description: "The path below /users/{mailbox}/, with {id} in place of the row's id.",
        examples: ['mailFolders/{id}/childFolders'],
    },
    query: { is: QUERY, description: "Query options of these requests. Default: those of the report's request." },
    when: {
        is: EXPRESSION,
        description: 'JMESPath on a row: whether the row has children. Default: children of every row are requested.',
        examples: ['childFolderCount > `0`'],
    },
});
const VERSION = {
    is: (0,fields/* choice */.Yq)('v1.0', 'beta'),
    description: 'The version of Microsoft Graph. Responses of beta may change at any time.',
    default: 'v1.0',
};
const OPTIONS = {
    is: QUERY,
    description: 'Options of OData and others, not encoded. Or one text such as $top=100&$select=id.',
};
/** `request` of a report from a listing of the tenant. */
const LISTING = (0,fields/* record */.g1)({
    listing: {
        is: LISTING_PATH,
        required: true,
        description: 'A listing of the tenant, of which all pages are read: its path below the version, percent-encoded.',
        examples: ['users', "reports/getMailboxUsageDetail(period='D7')"],
    },
    match: {
        is: (0,fields/* text */.Qq)({
            pattern: /^[A-Za-z]\w{0,99}$/,
            hint: () => 'Write the name of a property of the objects, such as userPrincipalName.',
        }),
        required: true,
        description: 'The property that names the mailbox of an object: the address in the list, whatever its case.',
        examples: ['userPrincipalName'],
    },
    absent: {
        is: (0,fields/* choice */.Yq)('unknown', 'blank'),
        description: 'What it means that the listing lacks a mailbox: its cells are unknown, or blank.',
        default: 'unknown',
    },
    version: VERSION,
    query: OPTIONS,
});
/** `request` of a report from Microsoft Graph that is read mailbox by mailbox. */
const REQUEST = (0,fields/* record */.g1)({
    path: {
        is: PATH,
        required: true,
        description: 'The path below /users/{mailbox}/, percent-encoded, without a query. Empty: the user itself, with $select.',
        examples: ['outlook/masterCategories', 'mailFolders/inbox/messageRules', ''],
    },
    version: VERSION,
    query: OPTIONS,
    'first-page-only': {
        is: fields/* truth */.Im,
        description: 'Read only the first page of the response, for example the newest message by $orderby and $top.',
        default: false,
    },
    children: {
        is: CHILDREN,
        description: 'For rows that contain rows, such as folders: the request for the rows below each row, down to the leaves. Expressions find the rows above a row, outermost first, under `parents`.',
    },
});
/** For editors: the keys depend on whether a listing is named. */
const REQUEST_SCHEMA = {
    if: { required: ['listing'] },
    then: LISTING.schema,
    else: REQUEST.schema,
};
/** Reads `request` of a listing; undefined also if it names none. */
function readListing(value) {
    const keys = LISTING.read(value);
    const listing = keys?.get('listing');
    const match = keys?.get('match');
    const absent = keys?.get('absent');
    const version = keys?.get('version') ?? 'v1.0';
    const options = keys?.get('query');
    const query = options && readQuery(options, listing);
    return listing === undefined || match === undefined ? undefined : { listing, match, absent, version, query };
}
/** Reads `request`. Queries that probably do not do what was meant are added to the warnings. */
function readRequest(value, warnings) {
    if (value.entry('cmdlet') !== undefined) {
        return value.reject('has a cmdlet.', 'Add "source: exchange" to the file.');
    }
    const keys = REQUEST.read(value);
    const path = keys?.get('path');
    const version = keys?.get('version') ?? 'v1.0';
    const options = keys?.get('query');
    const query = options && readQuery(options, path);
    if (path === '' && selected(query).includes('signinactivity')) {
        options?.report('The option $select names signInActivity, which Graph does not return for a user principal name.', 'Remove it. Graph returns it only by object ID and in listings: GET /users?$select=userPrincipalName,signInActivity ' +
            'with AuditLog.Read.All and Microsoft Entra ID P1.');
    }
    const firstPageOnly = keys?.get('first-page-only') === true || undefined;
    const below = keys?.get('children');
    const children = below && readChildren(below);
    if (path === undefined)
        return undefined;
    const request = { path, version, query, firstPageOnly, children };
    const offset = value.entry('query')?.keyOffset ?? value.offset;
    for (const [message, hint] of queryWarnings(request))
        warnings.push(value.problems.problem(offset, message, hint));
    return request;
}
/** The properties under `$select`, in lower case: Graph compares them without case. */
function selected({ $select = '' } = {}) {
    return $select.split(',').map((name) => name.trim().split('/', 1).join().toLowerCase());
}
function readChildren(keys) {
    const path = keys.get('path');
    const options = keys.get('query');
    const query = options && readQuery(options, path);
    const when = keys.get('when');
    return path === undefined ? undefined : { path, query, when };
}
function queryWarnings({ path, query = {}, firstPageOnly }) {
    const has = (option) => query[option] !== undefined;
    const found = [];
    if (has('$orderby') && has('$top') && firstPageOnly !== true) {
        found.push([
            'All pages are read: "$top" is the size of a page, not the number of rows.',
            'If only the first rows of the order are needed, add "first-page-only: true" to "request".',
        ]);
    }
    if (path === '' && !has('$select')) {
        found.push([
            'The user is read without "$select", so Graph returns only its default properties.',
            "Name the properties that the columns read: query: { $select: 'accountEnabled,userType' }.",
        ]);
    }
    return found;
}

;// CONCATENATED MODULE: ./src/reports/file/report-file.ts










const report_file_MAX_NAME_LENGTH = 64;
/** Other files of a run. */
const TAKEN = ['violations', 'changes', 'baseline', 'unlisted'];
/** Words, but not what Windows takes for devices: https://learn.microsoft.com/windows/win32/fileio/naming-a-file */
const NAME = /^(?!(?:con|prn|aux|nul|(?:com|lpt)\d)$)[a-z0-9]+(?:-[a-z0-9]+)*$/;
const USUAL_PERMISSION = 'MailboxSettings.Read';
/** `Mail.ReadBasic.All`, `User-Mail.Read`, `eDiscovery.Read.All`. https://learn.microsoft.com/graph/permissions-reference */
const GRAPH_PERMISSION = (0,fields/* text */.Qq)({
    pattern: /^[A-Za-z][A-Za-z0-9-]*(?:\.[A-Z][A-Za-z0-9]*){1,2}$/,
    hint: () => `Name an application permission of Microsoft Graph as Entra writes it, such as ${USUAL_PERMISSION} or Mail.ReadBasic.All.`,
});
const MANY = { noun: 'permission', hint: 'Name a permission, or remove the key.' };
const PERMISSIONS = {
    graph: (0,fields/* oneOrMore */.h9)(GRAPH_PERMISSION, MANY),
    exchange: (0,fields/* oneOrMore */.h9)((0,fields/* text */.Qq)({
        pattern: /^Exchange\.ManageAsApp$/,
        hint: () => `Remove the key: reports from Exchange Online need ${cmdlets/* APP_ROLE */.py}.`,
    }), MANY),
};
const report_file_KEYS = (0,fields/* record */.g1)({
    name: {
        is: (0,fields/* text */.Qq)({
            pattern: NAME,
            maxLength: report_file_MAX_NAME_LENGTH,
            except: [...built_in/* builtInReports */.v.keys(), ...TAKEN],
            hint: report_file_nameHint,
        }),
        required: true,
        description: 'The name of the CSV file, also in the summary: lower-case words with hyphens.',
        examples: ['master-categories'],
    },
    request: {
        is: (0,fields/* later */.NU)({ type: 'object' }),
        required: true,
        description: 'What to request for each mailbox. All pages are read, unless first-page-only is true.',
    },
    columns: {
        is: COLUMNS,
        required: true,
        description: 'Column name to JMESPath expression, in the order of the CSV. MailboxName precedes them, Status and Error follow.',
        examples: [{ Category: 'displayName', Color: 'color' }],
    },
    permission: {
        is: (0,fields/* later */.NU)(PERMISSIONS.graph.schema),
        description: `The application permission that the report requires, or a list of them. With source exchange: ${cmdlets/* APP_ROLE */.py}.`,
        default: USUAL_PERMISSION,
        examples: [USUAL_PERMISSION, 'Mail.ReadBasic.All', ['User.Read.All', 'AuditLog.Read.All']],
    },
    source: {
        is: (0,fields/* choice */.Yq)('graph', 'exchange'),
        description: 'The service to read from. Reports from Exchange Online are experimental.',
        default: 'graph',
    },
    rows: {
        is: EXPRESSION,
        description: 'JMESPath to the array that gives one row per element. Default: one row a mailbox. For a cmdlet that runs for each mailbox, value is the list of its objects.',
        examples: ['value'],
    },
    item: {
        is: ITEM,
        description: 'The column, or the columns, that name a row of a mailbox with several, in violations, baselines and changes. Default: the first column.',
        examples: ['Category', ['Trustee', 'Right']],
    },
    inconclusive: {
        is: EXPRESSION,
        description: 'JMESPath on a row: whether Graph may hide properties of it. Rules about blank cells of such a row are inconclusive.',
        examples: ['isReadOnly && !actions'],
    },
    types: {
        is: TYPES,
        description: "Column name to a JSON Schema of the cells' possible values, besides null. Policies are checked against it, and texts under enum compare without case.",
        examples: [{ Color: { enum: ['none', 'preset0', 'preset1'] }, Unread: { type: 'integer' } }],
    },
    'system-trustees': {
        is: fields/* truth */.Im,
        description: "Of Get-MailboxPermission: keep the grants that every mailbox inherits to Microsoft's own trustees.",
        default: false,
    },
    compare: { is: COMPARE, description: 'How the reports of two runs are compared.' },
    unit: {
        is: (0,fields/* line */.n8)(40),
        description: 'What a row is, in the singular, for counts of rows. Default: mailbox, or row if rows is given.',
        examples: ['category'],
    },
    highlights: {
        is: HIGHLIGHTS,
        description: 'Rows that people look for. They are counted in every run, with or without a policy, and never fail the step.',
    },
});
/** The JSON Schema of a report file. The source decides what `request` and `permission` can be. */
const REPORT_SCHEMA = {
    ...report_file_KEYS.schema,
    dependencies: { item: ['rows'] },
    allOf: [
        {
            if: { required: ['system-trustees'], properties: { 'system-trustees': { enum: [true, 'true'] } } },
            then: {
                properties: { request: { required: ['cmdlet'], properties: { cmdlet: { const: system_trustees/* PERMISSIONS_CMDLET */.du } } } },
            },
        },
    ],
    if: { required: ['source'], properties: { source: { const: 'exchange' } } },
    then: {
        properties: { permission: PERMISSIONS.exchange.schema, request: EXCHANGE_REQUEST_SCHEMA },
        if: { properties: { request: { properties: { cmdlet: { enum: [...CMDLETS_OF_MANY] } } } } },
        then: { required: ['rows'] },
    },
    else: { properties: { request: REQUEST_SCHEMA } },
};
/** Reads a report file of the workspace. The code of its problems is `REPORT_FILE`. */
function checkReportFile(file, workspace) {
    const wanted = { code: 'REPORT_FILE', noun: 'report file', input: 'report', extensions: ['yml', 'yaml'] };
    return (0,files_workspace/* checkWorkspaceFile */.K$)(file, workspace, { ...wanted, names: [...built_in/* builtInReports */.v.keys()] }, parseReportFile);
}
/** Parses the text or the bytes of a report file. The warnings do not prevent a run. `file`: its name in errors. */
function parseReportFile(content, file) {
    const warnings = [];
    const checked = (0,yaml_file/* readYaml */.g)(content, file, 'REPORT_FILE', (root) => readDefinition(root, warnings));
    return checked.value === undefined ? checked : { ...checked, warnings };
}
function readDefinition(root, warnings) {
    const keys = report_file_KEYS.read(root);
    if (keys === undefined)
        return undefined;
    const name = keys.get('name');
    const source = keys.get('source') ?? 'graph';
    const named = keys.get('permission');
    const usual = source === 'exchange' ? cmdlets/* APP_ROLE */.py : USUAL_PERMISSION;
    const permissions = (named && PERMISSIONS[source].read(named)) ?? [usual];
    const request = keys.get('request');
    const isListing = request?.entry('listing') !== undefined;
    const graph = source === 'graph' && !isListing ? request && readRequest(request, warnings) : undefined;
    const listing = source === 'graph' && isListing ? readListing(request) : undefined;
    const exchange = source === 'exchange' ? request && readExchangeRequest(request) : undefined;
    const rows = keys.get('rows');
    const inconclusive = keys.get('inconclusive');
    const { columns, places } = keys.get('columns') ?? {};
    const declared = keys.get('types');
    const types = declared && readTypes(declared, columns);
    const ignored = keys.get('compare')?.get('ignore');
    const ignore = ignored && columnList(ignored, columns, '"ignore" names columns listed under "columns".');
    const compare = ignore && { ignore };
    const naming = keys.get('item');
    const item = naming && readItem(naming, columns, rows);
    if (exchange !== undefined)
        checkProperties(root, exchange, { rows, columns });
    const systemTrustees = keys.get('system-trustees');
    const isOfOther = source === 'graph' || (exchange !== undefined && exchange.cmdlet !== system_trustees/* PERMISSIONS_CMDLET */.du);
    if (systemTrustees === true && isOfOther) {
        keys.valueOf('system-trustees')?.reject('has no effect here.', `It is for ${system_trustees/* PERMISSIONS_CMDLET */.du} alone: remove it.`);
    }
    const unit = keys.get('unit');
    const known = columns && { name: name ?? 'of this file', columns, types };
    const items = keys.get('highlights');
    const highlights = items && readHighlights(items, known);
    if (name === undefined || columns === undefined || places === undefined)
        return undefined;
    const definitionPlaces = { rows: root.problems.placeOf(keys.keyOffset('rows')), columns: places };
    const about = { name, permissions, columns, types, item, compare, unit, highlights };
    const report = { ...about, rows, inconclusive, places: definitionPlaces };
    if (exchange !== undefined)
        return { ...report, source: 'exchange', request: exchange, systemTrustees };
    if (listing !== undefined)
        return { ...report, request: listing };
    return graph === undefined ? undefined : { ...report, request: graph };
}
/** What to do about a name that a report cannot have. */
function report_file_nameHint(name) {
    if (name.length > report_file_MAX_NAME_LENGTH)
        return `Use at most ${report_file_MAX_NAME_LENGTH} characters.`;
    if (built_in/* builtInReports */.v.has(name))
        return 'A built-in report has this name: choose another name.';
    if (TAKEN.includes(name))
        return 'Another file of the run has this name: choose another name.';
    if (/^[a-z]{3}\d?$/.test(name))
        return 'Windows reserves this file name: add a word.';
    const words = name
        .replace(/([a-z0-9])([A-Z])/g, '$1-$2')
        .toLowerCase()
        .split(/[^a-z0-9]+/);
    const meant = words.filter((word) => word !== '').join('-');
    return `${meant === '' ? '' : `Did you mean "${meant}"? `}Use lower-case words and digits with hyphens between them.`;
}


/***/ })

};
