export const id = 422;
export const ids = [422];
export const modules = {

/***/ 62045:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   V$: () => (/* binding */ lackText),
/* harmony export */   X7: () => (/* binding */ DAY_OLD_TOKEN),
/* harmony export */   _q: () => (/* binding */ grantSteps),
/* harmony export */   az: () => (/* binding */ RBAC_NOTE),
/* harmony export */   eI: () => (/* binding */ missingRoles),
/* harmony export */   hU: () => (/* binding */ covers),
/* harmony export */   un: () => (/* binding */ grantText)
/* harmony export */ });
/* unused harmony exports alternatives, isSameRole, AFTER_CONSENT, consentUrl */
const RANKS = ['ReadBasic', 'Read', 'ReadWrite'];
/** Resources that a permission to read another resource includes. https://learn.microsoft.com/graph/permissions-reference */
const INCLUDED = {
    Directory: [
        'AdministrativeUnit',
        'Application',
        'Device',
        'Domain',
        'Group',
        'GroupMember',
        'Organization',
        'OrgContact',
        'User',
    ],
    Group: ['GroupMember'],
};
/**
 * True if a token with these app roles has a permission, by itself or as a part of a wider one; of `A or B`, one of both. The
 * suffix `.All` is ignored: application permissions apply to all mailboxes with and without it.
 */
function covers(roles, permission) {
    return alternatives(permission).some((one) => coversOne(roles, one));
}
/** The permissions of which one is enough. */
function alternatives(permission) {
    return permission.split(' or ');
}
function coversOne(roles, permission) {
    const needed = parsed(permission);
    return roles.some((role) => {
        const granted = parsed(role);
        if (granted.resource === needed.resource && granted.rank === needed.rank)
            return true;
        const isIncluded = granted.resource === needed.resource ||
            (needed.rank !== 'ReadWrite' && (INCLUDED[granted.resource] ?? []).includes(needed.resource));
        return isIncluded && RANKS.includes(needed.rank) && RANKS.indexOf(granted.rank) >= RANKS.indexOf(needed.rank);
    });
}
/** What the app roles of a token lack. None if they are unknown. */
function missingRoles(roles, needed) {
    if (roles === undefined)
        return [];
    return needed
        .map(({ name, isInput, permissions }) => {
        return { name, isInput, lacks: permissions.filter((permission) => !covers(roles, permission)) };
    })
        .filter(({ lacks }) => lacks.length > 0);
}
/** The reports whose permission the app roles of a token lack, as a sentence. Undefined if nothing is missing or the roles are unknown. */
function lackText(roles, reports) {
    if (roles === undefined)
        return undefined;
    const missingNames = missingRoles(roles, reports);
    if (missingNames.length === 0)
        return undefined;
    const granted = roles.length === 0 ? 'no app role' : `only the app roles ${roles.join(', ')}`;
    const needs = missingNames
        .map(({ name, isInput, lacks }) => `the ${isInput === true ? 'input' : 'report'} "${name}" requires ${lacks.join(' and ')}`)
        .join(', ');
    return `The token has ${granted}; ${needs}.`;
}
/** True if two names differ in the suffix `.All` only. */
function isSameRole(one, other) {
    const [a, b] = [parsed(one), parsed(other)];
    return a.resource === b.resource && a.rank === b.rank;
}
/** `Mail.ReadBasic.All`: the resource `Mail` with the rank `ReadBasic`. */
function parsed(permission) {
    const words = permission.replace(/\.All$/, '').split('.');
    return { resource: words.slice(0, -1).join('.'), rank: words.at(-1) ?? '' };
}
/** https://learn.microsoft.com/entra/identity/managed-identities-azure-resources/managed-identities-faq */
const DAY_OLD_TOKEN = 'Azure caches the token of a managed identity for about 24 hours, so that a permission that is granted after the first run ' +
    'can take a day to work.';
const ASSIGN = 'Assign them to the managed identity as app roles of Microsoft Graph, which only a command can: see docs/setup.md. ' +
    DAY_OLD_TOKEN;
const ADD = 'Add the missing permissions under API permissions > Microsoft Graph > Application permissions, and let an ' +
    'administrator grant consent there or';
/** The application has no reply address, which does not matter. Seen on 2026-09-15. */
const AFTER_CONSENT = 'The page then says AADSTS500113: the consent is given all the same.';
/** Exchange Online can grant the same access, and no token shows it. */
const RBAC_NOTE = 'Ignore this warning if RBAC for Applications in Exchange Online grants the access.';
/** How to grant missing permissions of Graph, as a sentence. */
function grantText(app, isManagedIdentity) {
    return isManagedIdentity ? ASSIGN : `${ADD} at ${consentUrl(app)} . ${AFTER_CONSENT}`;
}
/** The same with the page of consent to open. */
function grantSteps(app, isManagedIdentity) {
    if (isManagedIdentity)
        return { hint: ASSIGN, copy: [] };
    return {
        hint: `${ADD} by the link. ${AFTER_CONSENT}`,
        copy: [{ label: 'Grant admin consent', text: consentUrl(app), isLink: true }],
    };
}
/**
 * The page where an administrator grants an application the permissions that it requests.
 * https://learn.microsoft.com/entra/identity/enterprise-apps/grant-admin-consent
 */
function consentUrl({ authorityHost, tenantId, clientId }) {
    return `${authorityHost}/${encodeURIComponent(tenantId)}/adminconsent?client_id=${encodeURIComponent(clientId)}`;
}


/***/ }),

/***/ 26407:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   $m: () => (/* binding */ mailboxCmdlets),
/* harmony export */   CI: () => (/* binding */ organizationCmdlets),
/* harmony export */   Hr: () => (/* binding */ CMDLETS),
/* harmony export */   KU: () => (/* binding */ FOLDER_LOOKUP),
/* harmony export */   Ph: () => (/* binding */ knownCmdlet),
/* harmony export */   V$: () => (/* binding */ ORGANIZATION_CMDLETS),
/* harmony export */   _q: () => (/* binding */ grantSteps),
/* harmony export */   _s: () => (/* binding */ grantHint),
/* harmony export */   dV: () => (/* binding */ rolesCommand),
/* harmony export */   gF: () => (/* binding */ deniedError),
/* harmony export */   kp: () => (/* binding */ roleOf),
/* harmony export */   p7: () => (/* binding */ refusedNotice),
/* harmony export */   py: () => (/* binding */ APP_ROLE)
/* harmony export */ });
/* harmony import */ var _errors_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(83916);
/* harmony import */ var _auth_app_roles_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(62045);
/* harmony import */ var _mailboxes_mailbox_answer_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(54739);
/* harmony import */ var _text_numbers_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(92613);




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
/** Of a cmdlet that returns one object for each mailbox. */
const ONE = mailbox({ neverEmpty: true });
/** Finds a folder by its type: names of folders are localized. */
const FOLDER_LOOKUP = 'Get-MailboxFolderStatistics';
const ORGANIZATION = {
    kind: 'organization',
    mailboxParameter: 'Identity',
    keys: [],
    switches: [],
    neverEmpty: true,
};
/** Of what a tenant may have none. */
const PERHAPS_NONE = { ...ORGANIZATION, neverEmpty: false };
/** https://learn.microsoft.com/powershell/module/exchange: what identifies an object of each listing differs. */
const CMDLETS = new Map([
    ['Get-Mailbox', listing(['UserPrincipalName', 'PrimarySmtpAddress', 'EmailAddresses', ...IDS])],
    ['Get-CASMailbox', listing(['PrimarySmtpAddress', 'EmailAddresses', ...IDS])],
    ['Get-MailboxAuditBypassAssociation', { ...listing(['Guid', 'Identity']), neverEmpty: true }],
    [
        'Get-RecipientPermission',
        { ...listing(['Identity']), many: true, mayNeedMailbox: true, neverEmpty: true, maxWait: LONGEST_WAIT },
    ],
    ['Get-User', listing(['UserPrincipalName', ...IDS])],
    ['Get-Recipient', ONE],
    ['Get-DistributionGroup', { ...mailbox(), kind: 'lookup' }],
    ['Get-DynamicDistributionGroup', { ...mailbox(), kind: 'lookup' }],
    ['Get-UnifiedGroup', { ...mailbox(), kind: 'lookup' }],
    ['Get-MailboxPermission', mailbox({ many: true, neverEmpty: true, switches: TRUSTEE_SWITCHES })],
    // A mailbox that nobody has opened may have none.
    ['Get-MailboxStatistics', mailbox({ switches: ['Archive'] })],
    ['Get-CalendarProcessing', ONE],
    ['Get-MailboxFolderPermission', mailbox({ many: true, neverEmpty: true, folder: 'Calendar' })],
    ['Get-MailboxCalendarFolder', { ...ONE, folder: 'Calendar' }],
    ['Get-MobileDevice', mailbox({ mailboxParameter: 'Mailbox', many: true })],
    ['Get-SweepRule', mailbox({ mailboxParameter: 'Mailbox', many: true })],
    ['Get-InboxRule', mailbox({ mailboxParameter: 'Mailbox', many: true, switches: ['IncludeHidden'] })],
    ['Get-MailboxRegionalConfiguration', ONE],
    ['Get-MailboxJunkEmailConfiguration', ONE],
    ['Get-MailboxAutoReplyConfiguration', ONE],
    ['Get-MailboxMessageConfiguration', ONE],
    // https://learn.microsoft.com/powershell/module/exchange/get-messagetracev2: messages of any sender, of ten days a request.
    ['Get-MessageTraceV2', { ...mailbox({ many: true }), kind: 'lookup' }],
    [FOLDER_LOOKUP, { ...mailbox({ many: true, neverEmpty: true }), kind: 'lookup' }],
    ['Get-TransportConfig', ORGANIZATION],
    // https://learn.microsoft.com/powershell/module/exchange/set-organizationconfig#-ewsallowedappids
    ['Get-OrganizationConfig', { ...ORGANIZATION, switchOf: { EwsAllowedAppIDs: 'RetrieveEwsOperationAccessPolicy' } }],
    ['Get-AcceptedDomain', ORGANIZATION],
    ['Get-AdminAuditLogConfig', ORGANIZATION],
    ['Get-HostedOutboundSpamFilterPolicy', ORGANIZATION],
    ['Get-HostedOutboundSpamFilterRule', PERHAPS_NONE],
    ['Get-HostedConnectionFilterPolicy', ORGANIZATION],
    ['Get-HostedContentFilterPolicy', ORGANIZATION],
    ['Get-RemoteDomain', ORGANIZATION],
    ['Get-TransportRule', PERHAPS_NONE],
    ['Get-SharingPolicy', ORGANIZATION],
    ['Get-ExternalInOutlook', ORGANIZATION],
    ['Get-OwaMailboxPolicy', ORGANIZATION],
    ['Get-RoleAssignmentPolicy', ORGANIZATION],
    ['Get-ServicePrincipal', PERHAPS_NONE],
    ['Get-ManagementRoleAssignment', ORGANIZATION],
    ['Get-ManagementScope', PERHAPS_NONE],
    ['Get-ApplicationAccessPolicy', PERHAPS_NONE],
]);
/** The cmdlets that a report file can name: those with something about each mailbox. */
function mailboxCmdlets() {
    return [...CMDLETS].flatMap(([name, { kind }]) => (kind === 'listing' || kind === 'mailbox' ? [name] : []));
}
/** The cmdlets that a report file about the tenant can name. */
function organizationCmdlets() {
    return [...CMDLETS].flatMap(([name, { kind }]) => (kind === 'organization' ? [name] : []));
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
/** Its objects are about mailboxes, and the cmdlet is in the role of those about the organization. */
const AUDIT_BYPASS = 'Get-MailboxAuditBypassAssociation';
/** The role of Exchange that has a cmdlet that reads, narrower than a role in Entra ID. */
function roleOf(cmdlet) {
    const isOfOrganization = CMDLETS.get(cmdlet)?.kind === 'organization' || cmdlet === AUDIT_BYPASS;
    return isOfOrganization ? 'View-Only Configuration' : 'View-Only Recipients';
}
/** That Exchange refuses cmdlets without which the reports are useful too, and the roles that have them. */
function refusedNotice(cmdlets) {
    const [cmdlet = ''] = cmdlets;
    const roles = [...new Set(cmdlets.map(roleOf))].map((role) => `"${role}"`);
    return (`Exchange Online refuses ${(0,_text_numbers_js__WEBPACK_IMPORTED_MODULE_2__/* .listed */ .KE)(cmdlets, 'and')}: cells that depend on ${cmdlets.length === 1 ? 'it' : 'them'} ` +
        `${_mailboxes_mailbox_answer_js__WEBPACK_IMPORTED_MODULE_3__/* .BLANK_CELLS */ .Z}. Assign the role${roles.length === 1 ? '' : 's'} ${(0,_text_numbers_js__WEBPACK_IMPORTED_MODULE_2__/* .listed */ .KE)(roles, 'and')} in Exchange Online, or ` +
        `Global Reader in Entra ID; Get-ManagementRole -Cmdlet ${cmdlet} lists all roles that have it.`);
}
/** The error of an application that lacks one of the two grants, with the commands for both. */
function deniedError(cmdlet, reason, { clientId, roles, isManagedIdentity }) {
    const lacksAppRole = roles !== undefined && !roles.includes(APP_ROLE);
    const lacking = lacksAppRole ? ` The token has no ${APP_ROLE}.` : '';
    return new _errors_js__WEBPACK_IMPORTED_MODULE_0__/* .UserError */ .yo('EXCHANGE_DENIED', `Exchange Online refuses ${cmdlet}: ${reason}.${lacking}`.replace('..', '.'), grantSteps(cmdlet, clientId, `A new grant needs a new token, and up to two hours to apply.${isManagedIdentity ? ` ${_auth_app_roles_js__WEBPACK_IMPORTED_MODULE_1__/* .DAY_OLD_TOKEN */ .X7}` : ''}`));
}
/** The two grants as numbered lines, and the commands to copy for each. `last`: a line after them. */
function grantSteps(cmdlet, clientId, last) {
    const id = /^[\w-]+$/.test(clientId) ? clientId : '<client-id>';
    const writes = !cmdlet.startsWith('Get-');
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

/***/ 16081:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   G9: () => (/* binding */ requiredCmdlets),
/* harmony export */   Vj: () => (/* binding */ REJECTED),
/* harmony export */   mv: () => (/* binding */ listedRequests),
/* harmony export */   oZ: () => (/* binding */ hasObjectList),
/* harmony export */   ol: () => (/* binding */ cmdletsOf),
/* harmony export */   sj: () => (/* binding */ folderTypeOf)
/* harmony export */ });
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
        ...(folderTypeOf(request) === undefined ? [] : [_cmdlets_js__WEBPACK_IMPORTED_MODULE_0__/* .FOLDER_LOOKUP */ .KU]),
        ...Object.values(organization).map((one) => one.cmdlet),
        ...others.map((one) => one.cmdlet),
        ...(resolvesNames ? ['Get-Recipient'] : []),
    ];
}
/** The cmdlets without which a report has nothing of any mailbox, besides the one that lists the mailboxes. */
function requiredCmdlets(request) {
    const { cmdlet, beside = {} } = request;
    const others = Object.values(beside).filter(({ isOptional }) => isOptional !== true);
    const lookups = folderTypeOf(request) === undefined ? [] : [_cmdlets_js__WEBPACK_IMPORTED_MODULE_0__/* .FOLDER_LOOKUP */ .KU];
    return [...lookups, cmdlet, ...others.map((other) => other.cmdlet)];
}
/** The type of the folder that a request is about; undefined if it names the folder, or is not about one. */
function folderTypeOf({ cmdlet, parameters }) {
    return parameters?.Identity === undefined ? (0,_cmdlets_js__WEBPACK_IMPORTED_MODULE_0__/* .knownCmdlet */ .Ph)(cmdlet).folder : undefined;
}
/** Whether expressions find a list of objects under `value`, since a mailbox may have several or none. */
function hasObjectList({ cmdlet, perMailbox }) {
    return perMailbox === true || (0,_cmdlets_js__WEBPACK_IMPORTED_MODULE_0__/* .knownCmdlet */ .Ph)(cmdlet).many === true;
}
/** A member with the switches and cmdlets that the service rejected, each of which would have brought more objects. */
const REJECTED = 'rejected';


/***/ }),

/***/ 79622:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   K$: () => (/* binding */ checkWorkspaceFile),
/* harmony export */   Ng: () => (/* binding */ statInWorkspace),
/* harmony export */   WP: () => (/* binding */ realPathInWorkspace),
/* harmony export */   X7: () => (/* binding */ nearFile),
/* harmony export */   df: () => (/* binding */ slashed),
/* harmony export */   ep: () => (/* binding */ pathInWorkspace),
/* harmony export */   fg: () => (/* binding */ isGlob),
/* harmony export */   sL: () => (/* binding */ readWorkspaceFile),
/* harmony export */   xJ: () => (/* binding */ workspaceAt)
/* harmony export */ });
/* harmony import */ var node_fs_promises__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(51455);
/* harmony import */ var node_fs_promises__WEBPACK_IMPORTED_MODULE_0___default = /*#__PURE__*/__webpack_require__.n(node_fs_promises__WEBPACK_IMPORTED_MODULE_0__);
/* harmony import */ var node_path__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(76760);
/* harmony import */ var node_path__WEBPACK_IMPORTED_MODULE_1___default = /*#__PURE__*/__webpack_require__.n(node_path__WEBPACK_IMPORTED_MODULE_1__);
/* harmony import */ var _errors_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(83916);
/* harmony import */ var _text_did_you_mean_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(63180);
/* harmony import */ var _text_audience_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(58217);





/** Rejects with the error of the file system if the folder does not exist. */
async function workspaceAt(folder) {
    return { root: node_path__WEBPACK_IMPORTED_MODULE_1___default().resolve(folder), realRoot: await (0,node_fs_promises__WEBPACK_IMPORTED_MODULE_0__.realpath)(folder) };
}
/**
 * A path or glob relative to the root, with forward slashes; undefined if it leads out of the workspace. Accepts
 * absolute paths in the workspace, and backslashes: a workflow written on Windows may run elsewhere.
 */
function pathInWorkspace(file, { root, realRoot }) {
    const absolute = node_path__WEBPACK_IMPORTED_MODULE_1___default().resolve(root, file.replaceAll('\\', '/'));
    const from = [root, realRoot].find((base) => isInside(absolute, base));
    return from === undefined ? undefined : slashed(node_path__WEBPACK_IMPORTED_MODULE_1___default().relative(from, absolute));
}
/**
 * The absolute path with symbolic links resolved; undefined if it leads out of the workspace. Files and links can come
 * from the pull request of a fork. Rejects with the error of the file system.
 */
async function realPathInWorkspace(file, { root, realRoot }) {
    const real = await (0,node_fs_promises__WEBPACK_IMPORTED_MODULE_0__.realpath)(node_path__WEBPACK_IMPORTED_MODULE_1___default().join(root, file));
    return isInside(real, realRoot) ? real : undefined;
}
/** The kind and the size in bytes of a file, through symbolic links. Rejects if the file system refuses the path. */
async function statInWorkspace(file, { root }) {
    try {
        const stats = await (0,node_fs_promises__WEBPACK_IMPORTED_MODULE_0__.stat)(node_path__WEBPACK_IMPORTED_MODULE_1___default().join(root, file));
        return { kind: stats.isDirectory() ? 'directory' : stats.isFile() ? 'file' : 'other', size: stats.size };
    }
    catch (error) {
        if (['ENOENT', 'ENOTDIR'].includes((0,_errors_js__WEBPACK_IMPORTED_MODULE_2__/* .systemErrorCode */ .vq)(error)))
            return { kind: 'missing', size: 0 };
        throw error;
    }
}
function slashed(file) {
    return file.split((node_path__WEBPACK_IMPORTED_MODULE_1___default().sep)).join('/');
}
function isInside(absolute, base) {
    const relative = node_path__WEBPACK_IMPORTED_MODULE_1___default().relative(base, absolute);
    return relative !== '..' && !relative.startsWith(`..${(node_path__WEBPACK_IMPORTED_MODULE_1___default().sep)}`) && !node_path__WEBPACK_IMPORTED_MODULE_1___default().isAbsolute(relative);
}
/** A search of a whole monorepo would take too long. */
const LIKELY_DIRECTORIES = ['', '*/', '*/*/', '.github/', '.github/*/'];
const MAX_COMPARED = 500;
/**
 * The file of the workspace that a missing path most likely stands for: one with a similar path, or with a similar name in
 * another directory. Undefined if there is none.
 *
 * @param file relative to the root, with forward slashes; may be a glob
 * @param extensions what the file may end in, without dots
 */
async function nearFile(file, root, extensions) {
    const { dir, name } = node_path__WEBPACK_IMPORTED_MODULE_1___default().posix.parse(file);
    const beside = dir === '' || isGlob(dir) ? [] : [`${dir}/`];
    const files = [];
    const patterns = [...beside, ...LIKELY_DIRECTORIES].map((directory) => `${directory}*.*`);
    for await (const match of (0,node_fs_promises__WEBPACK_IMPORTED_MODULE_0__.glob)(patterns, { cwd: root, exclude: (entry) => entry === 'node_modules' })) {
        if (!extensions.includes(node_path__WEBPACK_IMPORTED_MODULE_1___default().extname(match).slice(1).toLowerCase()))
            continue;
        if (files.push(slashed(match)) >= MAX_COMPARED)
            break;
    }
    const nameOf = (candidate) => node_path__WEBPACK_IMPORTED_MODULE_1___default().posix.parse(candidate).name;
    const sameName = (0,_text_did_you_mean_js__WEBPACK_IMPORTED_MODULE_3__/* .didYouMean */ .au)(name, files.map(nameOf));
    return (0,_text_did_you_mean_js__WEBPACK_IMPORTED_MODULE_3__/* .didYouMean */ .au)(file, files) ?? files.find((candidate) => nameOf(candidate) === sameName);
}
/** Whether a path can be a glob. */
function isGlob(file) {
    return /[*?[\]{}]|[!+@]\(/.test(file);
}
const MAX_BYTES = 16 * 1024 * 1024;
/** Reads and parses a file of the workspace. A file that cannot be read is a problem. */
function checkWorkspaceFile(file, folder, rules, parse) {
    return (0,_errors_js__WEBPACK_IMPORTED_MODULE_2__/* .collectProblems */ .vX)(async () => {
        const { bytes, relativePath } = await readWorkspaceFile(file, folder, rules);
        return parse(bytes, relativePath);
    });
}
/**
 * Reads a file of the workspace whole. Throws a UserError of the given code if the file is missing, unreadable, no
 * regular file, too large or outside the workspace, also through a symbolic link.
 */
async function readWorkspaceFile(file, folder, rules) {
    const { code, noun, input, maxBytes = MAX_BYTES } = rules;
    const workspace = await workspaceAt(folder);
    const outside = () => new _errors_js__WEBPACK_IMPORTED_MODULE_2__/* .UserError */ .yo(code, `The ${noun} ${file} is outside ${(0,_text_audience_js__WEBPACK_IMPORTED_MODULE_4__/* .workspaceName */ .hK)()}.`, {
        hint: (0,_text_audience_js__WEBPACK_IMPORTED_MODULE_4__/* .outsideHint */ .fB)(input),
    });
    const relativePath = pathInWorkspace(file, workspace);
    if (relativePath === undefined)
        throw outside();
    try {
        const { kind, size } = await statInWorkspace(relativePath, workspace);
        if (kind === 'missing')
            throw await notFound(relativePath, workspace.root, rules);
        const realPath = await realPathInWorkspace(relativePath, workspace);
        if (realPath === undefined)
            throw outside();
        if (kind === 'file' && size <= maxBytes)
            return { bytes: await (0,node_fs_promises__WEBPACK_IMPORTED_MODULE_0__.readFile)(realPath), relativePath };
        const message = `The ${noun} ${relativePath || file} is ${kind === 'file' ? 'too large' : 'not a regular file'}.`;
        const hint = `Set ${(0,_text_audience_js__WEBPACK_IMPORTED_MODULE_4__/* .inputName */ .yu)(input)} to the path of the file itself.`;
        throw new _errors_js__WEBPACK_IMPORTED_MODULE_2__/* .UserError */ .yo(code, message, { hint });
    }
    catch (error) {
        if (error instanceof _errors_js__WEBPACK_IMPORTED_MODULE_2__/* .UserError */ .yo)
            throw error;
        const reason = (0,_errors_js__WEBPACK_IMPORTED_MODULE_2__/* .systemErrorCode */ .vq)(error);
        throw new _errors_js__WEBPACK_IMPORTED_MODULE_2__/* .UserError */ .yo(code, `The ${noun} ${relativePath} cannot be read${reason === '' ? '' : ` (${reason})`}.`, {
            hint: 'It must be a regular file that this user may read.',
            place: { file: relativePath },
            cause: error,
        });
    }
}
async function notFound(relativePath, root, rules) {
    const { code, noun, input, names = [], extensions } = rules;
    const near = await nearFile(relativePath, root, extensions);
    const name = (0,_text_did_you_mean_js__WEBPACK_IMPORTED_MODULE_3__/* .didYouMean */ .au)(node_path__WEBPACK_IMPORTED_MODULE_1___default().posix.parse(relativePath).name, names);
    const meant = near ?? (name === undefined ? undefined : `the built-in ${name}`);
    return new _errors_js__WEBPACK_IMPORTED_MODULE_2__/* .UserError */ .yo(code, `There is no ${noun} ${relativePath} in ${(0,_text_audience_js__WEBPACK_IMPORTED_MODULE_4__/* .workspaceName */ .hK)()}.`, {
        hint: (meant === undefined ? '' : `Did you mean ${meant}? `) + (0,_text_audience_js__WEBPACK_IMPORTED_MODULE_4__/* .pathHint */ .Pq)(input),
    });
}


/***/ }),

/***/ 54739:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   Z: () => (/* binding */ BLANK_CELLS),
/* harmony export */   b: () => (/* binding */ isMissing)
/* harmony export */ });
/** What becomes of cells that a service does not show, for people. */
const BLANK_CELLS = 'are blank, and rules about them inconclusive';
/** Whether a status says that there is no such mailbox. */
function isMissing(status) {
    return status === 'not-found' || status === 'no-mailbox';
}


/***/ }),

/***/ 14057:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   Wo: () => (/* binding */ compileExpression),
/* harmony export */   Yi: () => (/* binding */ PROPERTY_PATH),
/* harmony export */   zz: () => (/* binding */ isTruthy)
/* harmony export */ });
/* harmony import */ var _jmespath_community_jmespath__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(34022);
/* harmony import */ var _errors_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(83916);
/* harmony import */ var _json_js__WEBPACK_IMPORTED_MODULE_6__ = __webpack_require__(8301);
/* harmony import */ var _absent_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(45778);
/* harmony import */ var _evaluation_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(53881);
/* harmony import */ var _functions_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(2734);
/* harmony import */ var _syntax_js__WEBPACK_IMPORTED_MODULE_5__ = __webpack_require__(55260);







/** An expression that only reads a property of a property. */
const PROPERTY_PATH = /^[A-Za-z_]\w*(?:\.[A-Za-z_]\w*)*$/;
/**
 * Compiles a JMESPath expression (https://jmespath.site). `functions.ts` lists the added functions.
 *
 * Throws a UserError `EXPRESSION` if the text does not parse, is nested too deep, or calls an unknown function or a
 * function with the wrong number of arguments. The result throws what `evaluate` throws.
 */
function compileExpression(text) {
    // Takes no steps of the budget, so that a mailbox may have any number of items.
    if (PROPERTY_PATH.test(text))
        return propertyPath(text.split('.'));
    const tree = parsed(text);
    const problem = (0,_syntax_js__WEBPACK_IMPORTED_MODULE_5__/* .problemIn */ .Dk)(tree);
    if (problem !== undefined)
        throw notAnExpression(text, problem);
    return (value, context) => (0,_evaluation_js__WEBPACK_IMPORTED_MODULE_3__/* .evaluate */ ._3)(tree, value, context);
}
function parsed(text) {
    try {
        return (0,_jmespath_community_jmespath__WEBPACK_IMPORTED_MODULE_0__/* .compile */ .wE)(text);
    }
    catch (error) {
        throw notAnExpression(text, (0,_errors_js__WEBPACK_IMPORTED_MODULE_1__/* .describeError */ .Uc)(error), error);
    }
}
function notAnExpression(text, reason, cause) {
    return new _errors_js__WEBPACK_IMPORTED_MODULE_1__/* .UserError */ .yo('EXPRESSION', `'${text}' is not a JMESPath expression: ${reason}`, {
        hint: 'See https://jmespath.site for the language, and docs/reports.md for the added functions.',
        cause,
    });
}
function propertyPath(keys) {
    return (item, context) => {
        let value = item;
        for (const key of keys)
            value = value === _absent_js__WEBPACK_IMPORTED_MODULE_2__/* .ABSENT */ .sj ? _absent_js__WEBPACK_IMPORTED_MODULE_2__/* .ABSENT */ .sj : (0,_json_js__WEBPACK_IMPORTED_MODULE_6__/* .property */ .MZ)(value, key);
        if (value !== _absent_js__WEBPACK_IMPORTED_MODULE_2__/* .ABSENT */ .sj)
            return value ?? null;
        context.markAbsent();
        return null;
    };
}
/** Whether JMESPath counts a value as true: not null, false, or an empty string, array or object. https://jmespath.site */
function isTruthy(value) {
    if (value === null || value === false || value === '')
        return false;
    if (Array.isArray(value))
        return value.length > 0;
    return typeof value !== 'object' || Object.keys(value).length > 0;
}


/***/ }),

/***/ 55260:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   Dk: () => (/* binding */ problemIn),
/* harmony export */   Ip: () => (/* binding */ syntaxError),
/* harmony export */   Rl: () => (/* binding */ decidingProperties),
/* harmony export */   kA: () => (/* binding */ rowProperties)
/* harmony export */ });
/* harmony import */ var _jmespath_community_jmespath__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(34022);
/* harmony import */ var _errors_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(83916);
/* harmony import */ var _json_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(8301);
/* harmony import */ var _text_display_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(24745);




/**
 * The syntax error of an expression; undefined if there is none, or if its place cannot be found. The library names no
 * place, but it parses from left to right: the shortest prefix that fails for a reason other than its end ends with the
 * mistake.
 */
function syntaxError(expression) {
    const starts = tokenStarts(expression);
    if (starts === undefined)
        return strangeCharacter(expression);
    const failure = failureOf(expression);
    if (failure === undefined)
        return openQuote(expression, starts.at(-1) ?? 0);
    if (failure.includes('call stack'))
        return { offset: 0, message: 'it is nested too deep' };
    if (failure === 'end')
        return { offset: expression.length, message: 'it is not complete' };
    const beginning = (tokens) => expression.slice(0, starts[tokens] ?? expression.length);
    const tokens = least(starts.length, (count) => !['end', undefined].includes(failureOf(beginning(count))));
    const offset = starts[tokens - 1] ?? 0;
    const token = beginning(tokens).slice(offset).trim();
    const generic = /^Syntax error: (?:unexpected token|invalid token|expected .* got|expecting an identifier)/.test(failure);
    return { offset, message: generic ? `${(0,_text_display_js__WEBPACK_IMPORTED_MODULE_2__/* .shownText */ .f$)(token)} is not allowed here` : failure };
}
function tokenStarts(expression) {
    try {
        return (0,_jmespath_community_jmespath__WEBPACK_IMPORTED_MODULE_0__/* .tokenize */ .qw)(expression).map(({ start }) => start);
    }
    catch {
        return undefined;
    }
}
/** The library accepts a literal without its closing quote at the end of an expression. */
function openQuote(expression, offset) {
    const token = expression.slice(offset);
    const closed = [/^'(?:\\[\\']|\\(?![\\'])|[^'\\])*'\s*$/, /^`(?:\\[\\`]|\\(?![\\`])|[^`\\])*`\s*$/];
    if (!/^['`]/.test(token) || closed.some((whole) => whole.test(token)))
        return undefined;
    return { offset, message: 'this quote is not closed' };
}
function strangeCharacter(expression) {
    const isStrange = (length) => {
        try {
            (0,_jmespath_community_jmespath__WEBPACK_IMPORTED_MODULE_0__/* .tokenize */ .qw)(expression.slice(0, length));
            return false;
        }
        catch (error) {
            return (0,_errors_js__WEBPACK_IMPORTED_MODULE_1__/* .describeError */ .Uc)(error).includes('unknown character');
        }
    };
    if (!isStrange(expression.length))
        return undefined;
    const offset = least(expression.length, isStrange) - 1;
    const [character = ''] = expression.slice(offset);
    return { offset, message: `${(0,_text_display_js__WEBPACK_IMPORTED_MODULE_2__/* .shownText */ .f$)(character)} is not allowed here` };
}
/** Why an expression does not parse: 'end' if it is not complete, or the library's message; undefined if it parses. */
function failureOf(expression) {
    try {
        (0,_jmespath_community_jmespath__WEBPACK_IMPORTED_MODULE_0__/* .compile */ .wE)(expression);
        return undefined;
    }
    catch (error) {
        const message = (0,_errors_js__WEBPACK_IMPORTED_MODULE_1__/* .describeError */ .Uc)(error);
        // The library reads a token beyond the last one and then throws a TypeError.
        return /EOF|Cannot read properties of undefined/.test(message) ? 'end' : message;
    }
}
/** The least number from 1 to `most` for which `holds` is true. It must be true for `most` and all numbers after the least. */
function least(most, holds) {
    let [low, high] = [1, most];
    while (low < high) {
        const middle = (low + high) >> 1;
        if (holds(middle))
            high = middle;
        else
            low = middle + 1;
    }
    return low;
}
/** Deeper expressions could exhaust the stack when they are evaluated. */
const MAX_DEPTH = 200;
/**
 * What is wrong with a parsed expression; undefined if nothing is. The library would notice only when it evaluates that
 * part, perhaps not for any of the first thousand mailboxes.
 */
function problemIn(tree) {
    // An expression reference is valid only as an argument of a function.
    if (tree.type === 'ExpressionReference')
        return 'an expression with & is no value';
    return problemBelow(tree, 0);
}
function problemBelow(node, depth) {
    if (depth > MAX_DEPTH)
        return `it is nested more than ${MAX_DEPTH} deep`;
    if (Array.isArray(node))
        return firstProblem(node, depth);
    if (!(0,_json_js__WEBPACK_IMPORTED_MODULE_3__/* .isRecord */ .u4)(node) || node.type === 'Literal')
        return undefined;
    return problemOf(node) ?? firstProblem(Object.values(node), depth + 1);
}
function firstProblem(nodes, depth) {
    for (const node of nodes) {
        const problem = problemBelow(node, depth);
        if (problem !== undefined)
            return problem;
    }
    return undefined;
}
function problemOf({ type, name, children }) {
    if (typeof name !== 'string')
        return undefined;
    // The library would return JavaScript's own property of that name.
    if (type === 'Field' && name in Object.prototype)
        return `no response has '${name}'`;
    return type === 'Function' && Array.isArray(children) ? callProblem(name, children.length) : undefined;
}
function callProblem(name, count) {
    const functions = _jmespath_community_jmespath__WEBPACK_IMPORTED_MODULE_0__/* .TreeInterpreter */ .Z2.runtime._functionTable;
    const definition = Object.hasOwn(functions, name) ? functions[name] : undefined;
    if (definition === undefined)
        return `there is no function '${name}'; there are ${Object.keys(functions).sort().join(', ')}`;
    const signature = definition._signature;
    const least = signature.filter(({ optional }) => optional !== true).length;
    const most = signature.at(-1)?.variadic === true ? Infinity : signature.length;
    if (count >= least && count <= most)
        return undefined;
    const takes = most === least ? `${least}` : most === Infinity ? `at least ${least}` : `${least} to ${most}`;
    return `${name}() takes ${takes} argument${takes === '1' || takes === 'at least 1' ? '' : 's'}, not ${count}`;
}
/**
 * The properties of a row that an expression reads: `ForwardTo` in `length(ForwardTo || [])`, but not what it reads within
 * them. Throws the library's Error for a text that is not JMESPath.
 */
function rowProperties(expression) {
    return [...new Set(propertiesIn((0,_jmespath_community_jmespath__WEBPACK_IMPORTED_MODULE_0__/* .compile */ .wE)(expression)))];
}
/**
 * The properties of a row that decide on the value of an expression; undefined if any may, as in `length(@)`. Throws the library's
 * Error for a text that is not JMESPath.
 */
function decidingProperties(expression) {
    const tree = (0,_jmespath_community_jmespath__WEBPACK_IMPORTED_MODULE_0__/* .compile */ .wE)(expression);
    // The row (`$`) and variables can stand anywhere.
    return expression.includes('$') || readsWhole(tree) ? undefined : [...new Set(propertiesIn(tree))];
}
function readsWhole(node) {
    if (Array.isArray(node))
        return node.some(readsWhole);
    if (!(0,_json_js__WEBPACK_IMPORTED_MODULE_3__/* .isRecord */ .u4)(node) || node.type === 'Literal' || node.type === 'ExpressionReference')
        return false;
    if (node.type === 'Current' || node.type === 'Identity')
        return true;
    return readsWhole(STEPS.includes(String(node.type)) ? node.left : Object.values(node));
}
/** Nodes whose other parts read what the left one finds. */
const STEPS = ['Subexpression', 'IndexExpression', 'Projection', 'ValueProjection', 'FilterProjection', 'Pipe'];
function propertiesIn(node) {
    if (Array.isArray(node))
        return node.flatMap(propertiesIn);
    if (!(0,_json_js__WEBPACK_IMPORTED_MODULE_3__/* .isRecord */ .u4)(node) || node.type === 'Literal' || node.type === 'ExpressionReference')
        return [];
    if (node.type === 'Field')
        return [String(node.name)];
    return propertiesIn(STEPS.includes(String(node.type)) ? node.left : Object.values(node));
}


/***/ }),

/***/ 9131:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   $Z: () => (/* binding */ UNSUPPORTED_KEYWORDS),
/* harmony export */   $c: () => (/* binding */ TYPES_OF_KEYWORDS),
/* harmony export */   BC: () => (/* binding */ ANNOTATIONS),
/* harmony export */   TY: () => (/* binding */ mapSubschemas),
/* harmony export */   Tp: () => (/* binding */ typeThatRefusesBlank),
/* harmony export */   d6: () => (/* binding */ KEYWORDS),
/* harmony export */   pz: () => (/* binding */ KEYWORD_SYNONYMS)
/* harmony export */ });
/* harmony import */ var _json_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(8301);

/** Keywords whose value is a schema. https://json-schema.org/draft/2020-12/json-schema-core#section-10 */
const SCHEMA_KEYWORDS = new Set([
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
    'contentSchema',
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
/** The JSON type that a keyword is about. Other keywords are about values of any type. */
const TYPES_OF_KEYWORDS = new Map(KEYWORDS_OF_TYPES.flatMap(([type, keywords]) => keywords.map((keyword) => [keyword, type])));
/** Keywords that check nothing. */
const ANNOTATIONS = new Set([
    'title',
    'description',
    '$comment',
    'default',
    'examples',
    'deprecated',
    'readOnly',
    'writeOnly',
    'contentEncoding',
    'contentMediaType',
    'contentSchema',
]);
/** The keywords of draft 2020-12 except references, and the limits of dates that ajv-formats adds. */
const KEYWORDS = [
    'type',
    'const',
    'enum',
    'not',
    'if',
    'then',
    'else',
    'allOf',
    'anyOf',
    'oneOf',
    ...TYPES_OF_KEYWORDS.keys(),
    ...ANNOTATIONS,
];
const NO_REFERENCES = 'References are not supported. Write the schema out.';
const ONE_DRAFT = 'Remove it: schemas are of draft 2020-12.';
/** What to do about a keyword of JSON Schema that is not supported. */
const UNSUPPORTED_KEYWORDS = new Map([
    ['$ref', NO_REFERENCES],
    ['$dynamicRef', NO_REFERENCES],
    ['$id', NO_REFERENCES],
    ['id', NO_REFERENCES],
    ['$anchor', NO_REFERENCES],
    ['$dynamicAnchor', NO_REFERENCES],
    ['$defs', NO_REFERENCES],
    ['definitions', NO_REFERENCES],
    ['$schema', ONE_DRAFT],
    ['$vocabulary', ONE_DRAFT],
    ['dependencies', 'Use dependentRequired or dependentSchemas.'],
    ['additionalItems', 'Use prefixItems and items.'],
    ['nullable', 'Add "null" to the list under "type".'],
]);
/** Words of other languages for keywords. */
const KEYWORD_SYNONYMS = new Map([
    ['equals', 'const'],
    ['equal', 'const'],
    ['eq', 'const'],
    ['is', 'const'],
    ['value', 'const'],
    ['in', 'enum'],
    ['values', 'enum'],
    ['regex', 'pattern'],
    ['regexp', 'pattern'],
    ['match', 'pattern'],
    ['matches', 'pattern'],
    ['min', 'minimum'],
    ['max', 'maximum'],
]);
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
            return [keyword, value.map((inside, index) => replace(inside, keyword, index))];
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
    const types = keywords.map((keyword) => TYPES_OF_KEYWORDS.get(keyword));
    return types.includes(undefined) ? undefined : types[0];
}


/***/ })

};
