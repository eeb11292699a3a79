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
/** Finds a folder by its type: names of folders are localized. */
const FOLDER_LOOKUP = 'Get-MailboxFolderStatistics';
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
    // https://learn.microsoft.com/powershell/module/exchange/get-messagetracev2: messages of any sender, of ten days a request.
    ['Get-MessageTraceV2', { ...mailbox({ many: true }), kind: 'lookup' }],
    [FOLDER_LOOKUP, { ...mailbox({ many: true, neverEmpty: true }), kind: 'lookup' }],
    ['Get-TransportConfig', ORGANIZATION],
    // https://learn.microsoft.com/powershell/module/exchange/set-organizationconfig#-ewsallowedappids
    ['Get-OrganizationConfig', { ...ORGANIZATION, switchOf: { EwsAllowedAppIDs: 'RetrieveEwsOperationAccessPolicy' } }],
    ['Get-AcceptedDomain', ORGANIZATION],
    ['Get-AdminAuditLogConfig', ORGANIZATION],
    ['Get-HostedOutboundSpamFilterPolicy', ORGANIZATION],
    ['Get-HostedOutboundSpamFilterRule', ORGANIZATION],
    ['Get-HostedConnectionFilterPolicy', ORGANIZATION],
    ['Get-HostedContentFilterPolicy', ORGANIZATION],
    ['Get-RemoteDomain', ORGANIZATION],
    ['Get-TransportRule', ORGANIZATION],
    ['Get-SharingPolicy', ORGANIZATION],
    ['Get-ExternalInOutlook', ORGANIZATION],
    ['Get-OwaMailboxPolicy', ORGANIZATION],
    ['Get-RoleAssignmentPolicy', ORGANIZATION],
    ['Get-ServicePrincipal', ORGANIZATION],
    ['Get-ManagementRoleAssignment', ORGANIZATION],
    ['Get-ManagementScope', ORGANIZATION],
    ['Get-ApplicationAccessPolicy', ORGANIZATION],
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

/***/ 9306:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   $: () => (/* binding */ isAppUsed),
/* harmony export */   C: () => (/* binding */ usageObjects)
/* harmony export */ });
/* harmony import */ var node_stream__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(57075);
/* harmony import */ var node_stream__WEBPACK_IMPORTED_MODULE_0___default = /*#__PURE__*/__webpack_require__.n(node_stream__WEBPACK_IMPORTED_MODULE_0__);
/* harmony import */ var csv_parse__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(68075);


/** Rows that are passed on together. */
const CHUNK = 1000;
/** A member whose values are numbers. */
const NUMBERS = /(?:Count|InBytes)$/;
/** The last column of the documented files, with one value in all rows. */
const PERIOD = 'reportPeriod';
/**
 * The rows of a usage report's CSV as objects with the member names of beta's JSON, in chunks. Blank cells are null. Throws an Error whose
 * message says why the file cannot be used: no row of it may be used then. It cannot say whether rows are missing at its end, only
 * whether the last one is whole. https://learn.microsoft.com/graph/api/reportroot-getmailboxusagedetail
 *
 * @param match the member that names the mailbox
 */
async function* usageObjects(bytes, match) {
    let lastByte;
    const watched = async function* () {
        for await (const chunk of bytes) {
            lastByte = chunk.at(-1) ?? lastByte;
            yield chunk;
        }
    };
    const parser = (0,csv_parse__WEBPACK_IMPORTED_MODULE_1__/* .parse */ .qg)({ bom: true });
    const source = node_stream__WEBPACK_IMPORTED_MODULE_0__.Readable.from(watched(), { objectMode: false });
    source.on('error', (error) => parser.destroy(error)).pipe(parser);
    let columns;
    let header;
    let [first, last] = [];
    let chunk = [];
    try {
        for await (const cells of rowsOf(parser)) {
            if (columns === undefined) {
                columns = headerOf(cells, match);
                header = cells;
                continue;
            }
            if (isSame(cells, header) || isSame(cells, first))
                throw new Error('The file of the usage report has its rows twice.');
            first ??= cells;
            last = cells;
            chunk.push(objectOf(columns, cells, match));
            if (chunk.length < CHUNK)
                continue;
            yield chunk;
            chunk = [];
        }
    }
    catch (error) {
        if (error instanceof csv_parse__WEBPACK_IMPORTED_MODULE_1__/* .CsvError */ .J$)
            throw new Error('The file of the usage report is cut short.', { cause: error });
        throw error;
    }
    finally {
        source.destroy();
    }
    if (columns === undefined)
        throw new Error('The file of the usage report is empty.');
    if (lastByte !== 0x0a && !endsWhole(columns, first, last))
        throw new Error('The file of the usage report is cut short.');
    if (chunk.length > 0)
        yield chunk;
}
async function* rowsOf(parser) {
    for await (const row of parser) {
        if (Array.isArray(row))
            yield row.map(String);
    }
}
/** `Storage Used (Byte)` is `storageUsedInBytes`. */
function memberName(column) {
    const [first = '', ...others] = column.replace('(Byte)', 'In Bytes').split(/[ /]/);
    return first.toLowerCase() + others.join('');
}
function headerOf(columns, match) {
    const cells = columns.map(memberName);
    if (!cells.includes(match)) {
        throw new Error(`The file is no usage report: its first line has no column for "${match}".`);
    }
    if (new Set(cells).size < cells.length)
        throw new Error('The file of the usage report has two columns of one name.');
    return cells;
}
/** Whether a last row without a line break is whole: its last cell is the same in all rows. */
function endsWhole(columns, first, last) {
    return last === undefined || (columns.at(-1) === PERIOD && last.at(-1) === first?.at(-1));
}
function isSame(cells, others) {
    return others !== undefined && cells.every((cell, at) => cell === others[at]);
}
function objectOf(columns, cells, match) {
    return Object.fromEntries(columns.map((column, at) => [column, valueOf(column, cells[at] ?? '', match)]));
}
function valueOf(column, cell, match) {
    if (cell === '')
        return null;
    if (column === match)
        return cell;
    if (NUMBERS.test(column) && /^\d+$/.test(cell))
        return Number(cell);
    return cell === 'True' ? true : cell === 'False' ? false : cell;
}
/**
 * Whether a cell of the usage of mail apps says that an app was used: with its version, or Yes; not with No or a blank cell. Undefined for
 * any other word, such as `Undetermined`. Seen in https://github.com/pnp/cli-microsoft365 (report mailappusageuserdetail); no document
 * has the words.
 */
function isAppUsed(cell) {
    if (cell === null || cell === 'No')
        return false;
    return typeof cell === 'string' && /^(?:Yes|ProPlus|(?:[A-Za-z]+ )?\d[\d.]*)$/.test(cell) ? true : undefined;
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

/***/ 45778:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   SV: () => (/* binding */ withoutAbsent),
/* harmony export */   Y2: () => (/* binding */ hasAbsent),
/* harmony export */   gX: () => (/* binding */ withAbsent),
/* harmony export */   n7: () => (/* binding */ membersAt),
/* harmony export */   rL: () => (/* binding */ absentAsNull),
/* harmony export */   sj: () => (/* binding */ ABSENT)
/* harmony export */ });
/* harmony import */ var _json_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(8301);

/**
 * Replaces, in an answer, what the service did not say: a member that it left out, or null where it always has a value. It
 * is compared by identity. Expressions never get it: reading it makes their result unknown.
 */
const ABSENT = Object.freeze({});
/** A name in a path: annotations of OData contain a dot. */
const NAME = /^(?:@odata\.)?[^.]+$/;
/** The members at some paths, such as `language.locale`. The path above each is given too. */
function membersAt(paths, above = '') {
    const below = Object.entries(paths).filter(([path]) => path.startsWith(above) && NAME.test(path.slice(above.length)));
    return new Map(below.map(([path, presence]) => [path.slice(above.length), { presence, members: membersAt(paths, `${path}.`) }]));
}
/**
 * A copy of an object of an answer in which `ABSENT` replaces what is unknown, also null and '' in a list; the object itself if
 * nothing is. Throws a TypeError for another value where the members of an object are given.
 */
function withAbsent(item, members, path = '') {
    let copy;
    for (const [name, member] of members) {
        const value = (0,_json_js__WEBPACK_IMPORTED_MODULE_0__/* .property */ .MZ)(item, name);
        const part = isAbsent(value, member) ? ABSENT : knownPart(value ?? null, member.members, `${path}${name}`);
        if (part !== (value ?? null)) {
            copy ??= { ...item };
            copy[name] = part;
        }
    }
    return copy ?? item;
}
function isAbsent(value, { presence, members }) {
    if (value === undefined)
        return presence !== 'optional';
    return (presence === 'value' &&
        (value === null || value === '' || (members.size === 0 && Array.isArray(value) && value.length === 0)));
}
function knownPart(value, members, path) {
    if (Array.isArray(value) && members.size === 0) {
        const isUnknown = (part) => part === null || part === '';
        return value.some(isUnknown) ? value.map((part) => (isUnknown(part) ? ABSENT : part)) : value;
    }
    if (members.size === 0 || value === null || value === ABSENT)
        return value;
    if (!(0,_json_js__WEBPACK_IMPORTED_MODULE_0__/* .isObject */ .Gv)(value))
        throw new TypeError(`The response has no object under ${path}`);
    return withAbsent(value, members, `${path}.`);
}
/** Whether a value is, or has anywhere, what the service did not say. */
function hasAbsent(value) {
    if (typeof value !== 'object' || value === null)
        return false;
    return value === ABSENT || Object.values(value).some(hasAbsent);
}
/** A value with null for what the service did not say. */
function absentAsNull(value) {
    if (value === ABSENT)
        return null;
    if (Array.isArray(value))
        return value.map(absentAsNull);
    if (!(0,_json_js__WEBPACK_IMPORTED_MODULE_0__/* .isObject */ .Gv)(value))
        return value;
    return Object.fromEntries(Object.entries(value).map(([name, part]) => [name, absentAsNull(part)]));
}
/** An object without its members that the service did not say. */
function withoutAbsent(item) {
    return Object.fromEntries(Object.entries(item).flatMap(([name, part]) => part === ABSENT ? [] : [[name, (0,_json_js__WEBPACK_IMPORTED_MODULE_0__/* .isObject */ .Gv)(part) ? withoutAbsent(part) : part]]));
}


/***/ }),

/***/ 53881:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   C1: () => (/* binding */ checkSize),
/* harmony export */   SP: () => (/* binding */ activeContext),
/* harmony export */   VW: () => (/* binding */ nullsForAbsent),
/* harmony export */   _3: () => (/* binding */ evaluate),
/* harmony export */   kK: () => (/* binding */ EvaluationContext)
/* harmony export */ });
/* harmony import */ var _jmespath_community_jmespath__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(34022);
/* harmony import */ var _json_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(8301);
/* harmony import */ var _absent_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(45778);



/** Steps of the interpreter, array elements and characters that the expressions of one mailbox may produce. */
const MAX_STEPS = 5_000_000;
/** Values and characters in one result, and its nesting. Later steps, such as JSON.stringify, recurse into it. */
const MAX_SIZE = 1_000_000;
const MAX_DEPTH = 100;
/**
 * What the expressions of a report share while one mailbox is evaluated: the internal domains, the time of the run, and a
 * budget, since an expression such as `[@, @] | [@, @] | ...` doubles its result with each step, and JMESPath has no limits.
 */
class EvaluationContext {
    internalDomains;
    /** When the run started; undefined if that is unknown. */
    now;
    /** Whether an object of the answer has what the service did not say, so that functions look for it. */
    hasAbsent = false;
    #steps = 0;
    #unknown;
    constructor(internalDomains, now) {
        this.internalDomains = internalDomains;
        this.now = now;
    }
    /** Called by a function that returns less than the whole value, or nothing because the value is unknown. */
    markIncomplete() {
        this.#unknown ??= 'part';
    }
    /** Called when an expression reads what the service did not say. */
    markAbsent() {
        this.#unknown = 'absent';
    }
    /** What is unknown of the result of the expressions since the last call. */
    takeUnknown() {
        const unknown = this.#unknown;
        this.#unknown = undefined;
        return unknown;
    }
    /** Throws an Error if the mailbox has used up its budget. */
    spend(steps) {
        this.#steps += steps;
        if (this.#steps > MAX_STEPS)
            throw limitError(`needs more than ${MAX_STEPS.toLocaleString('en-US')} steps`);
    }
}
let active = new EvaluationContext();
/** The context of the expression that is being evaluated, for functions that expressions call. */
function activeContext() {
    return active;
}
/**
 * Evaluates a parsed expression. Throws an Error that starts with `EXPRESSION_LIMIT` if a limit is exceeded, and the
 * library's Error if a function gets a value of a type that it does not accept.
 */
function evaluate(tree, value, context) {
    active = context;
    return _jmespath_community_jmespath__WEBPACK_IMPORTED_MODULE_0__/* .TreeInterpreter */ .Z2.search(tree, value);
}
/** A value with null for what the service did not say, which is then marked: nothing in it may be taken for an answer. */
function nullsForAbsent(value, context) {
    if (!context.hasAbsent || !(0,_absent_js__WEBPACK_IMPORTED_MODULE_1__/* .hasAbsent */ .Y2)(value))
        return value;
    context.markAbsent();
    return (0,_absent_js__WEBPACK_IMPORTED_MODULE_1__/* .absentAsNull */ .rL)(value);
}
/** Throws an Error that starts with `EXPRESSION_LIMIT` if a value is too large or nested too deep to be a cell. */
function checkSize(value) {
    let size = 0;
    const visit = (part, depth) => {
        size += typeof part === 'string' ? part.length + 1 : 1;
        if (size > MAX_SIZE)
            throw limitError(`gives more than ${MAX_SIZE.toLocaleString('en-US')} values or characters`);
        if (typeof part !== 'object' || part === null)
            return;
        if (depth >= MAX_DEPTH)
            throw limitError(`gives values nested more than ${MAX_DEPTH} deep`);
        for (const child of Object.values(part))
            visit(child, depth + 1);
    };
    visit(value, 0);
}
function limitError(reason) {
    return new Error(`EXPRESSION_LIMIT: the expression ${reason}`);
}
/** Adds the limits to the library's interpreter. Functions such as `map` call back into the same interpreter. */
function limitInterpreter(interpreter) {
    const visit = interpreter.visit.bind(interpreter);
    const withScope = interpreter.withScope.bind(interpreter);
    const { runtime } = interpreter;
    const callFunction = runtime.callFunction.bind(runtime);
    const visitWithin = (node, value) => {
        active.spend(1);
        if (node.type === 'Flatten') {
            const input = interpreter.visit(node.child, value);
            if (!Array.isArray(input))
                return null;
            for (const part of input)
                active.spend(lengthOf(part));
            return input.flat();
        }
        if (node.type === 'Comparator' && (node.name === 'EQ' || node.name === 'NE')) {
            const [left, right] = [interpreter.visit(node.left, value), interpreter.visit(node.right, value)];
            return isEqual(left, right) === (node.name === 'EQ');
        }
        const result = visit(node, value);
        if (node.type === 'Slice')
            active.spend(lengthOf(result));
        return result;
    };
    interpreter.visit = (node, value) => nullIfAbsent(visitWithin(node, nullIfAbsent(value)));
    interpreter.withScope = (scope) => {
        const inner = withScope(scope);
        limitInterpreter(inner);
        return inner;
    };
    runtime.callFunction = (name, args) => {
        for (const arg of args)
            active.spend(lengthOf(arg));
        checkArguments(name, args);
        if (active.hasAbsent && !READS_NO_MEMBER.test(name) && args.some(_absent_js__WEBPACK_IMPORTED_MODULE_1__/* .hasAbsent */ .Y2))
            active.markAbsent();
        const result = callFunction(name, args);
        active.spend(lengthOf(result));
        return result;
    };
}
limitInterpreter(_jmespath_community_jmespath__WEBPACK_IMPORTED_MODULE_0__/* .TreeInterpreter */ .Z2);
/**
 * Functions that read members of their arguments only through an expression, which is visited; and `part_numbers`, which marks what it
 * reads itself: its list has all plans of all licenses of the tenant, for each mailbox.
 */
const READS_NO_MEMBER = /^(?:length|type|map|.*_by|part_numbers)$/;
/** Null for what the service did not say, which is then marked. */
function nullIfAbsent(value) {
    if (value !== _absent_js__WEBPACK_IMPORTED_MODULE_1__/* .ABSENT */ .sj)
        return value;
    active.markAbsent();
    return null;
}
/** What a value counts in a budget: its elements or characters. */
function lengthOf(value) {
    return typeof value === 'string' || Array.isArray(value) ? value.length : 1;
}
/** Whether two values are equal, as JMESPath compares them. The library's own comparison has no limit. */
function isEqual(one, other) {
    active.spend(1);
    if (one === _absent_js__WEBPACK_IMPORTED_MODULE_1__/* .ABSENT */ .sj || other === _absent_js__WEBPACK_IMPORTED_MODULE_1__/* .ABSENT */ .sj) {
        active.markAbsent();
        return false;
    }
    if (one === other)
        return true;
    if (Array.isArray(one) && Array.isArray(other)) {
        return one.length === other.length && one.every((part, index) => isEqual(part, other[index]));
    }
    if (!(0,_json_js__WEBPACK_IMPORTED_MODULE_2__/* .isRecord */ .u4)(one) || !(0,_json_js__WEBPACK_IMPORTED_MODULE_2__/* .isRecord */ .u4)(other) || Array.isArray(one) || Array.isArray(other))
        return false;
    const keys = Object.keys(one);
    return (keys.length === Object.keys(other).length &&
        keys.every((key) => Object.hasOwn(other, key) && isEqual(one[key], other[key])));
}
/** Checks, before the function allocates it, that a text does not become too long. Wrong types are left to the library. */
function checkArguments(name, args) {
    const [first, second, third] = args;
    if (name === 'to_string')
        checkSize(first);
    if (name.startsWith('pad_') && typeof second === 'number')
        checkLength(second);
    if (name === 'join' && Array.isArray(second)) {
        checkLength(second.reduce((length, part) => length + lengthOf(part) + lengthOf(first), 0));
    }
    if (name === 'replace' && typeof first === 'string' && typeof second === 'string' && typeof third === 'string') {
        checkLength(first.length + (first.split(second).length - 1) * third.length);
    }
}
function checkLength(length) {
    if (length > MAX_SIZE)
        throw limitError(`gives more than ${MAX_SIZE.toLocaleString('en-US')} values or characters`);
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

/***/ 2734:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   y: () => (/* binding */ toUtc)
/* harmony export */ });
/* unused harmony export addedFunctions */
/* harmony import */ var windows_iana__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(67376);
/* harmony import */ var windows_iana__WEBPACK_IMPORTED_MODULE_0___default = /*#__PURE__*/__webpack_require__.n(windows_iana__WEBPACK_IMPORTED_MODULE_0__);
/* harmony import */ var _jmespath_community_jmespath__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(34022);
/* harmony import */ var _graph_usage_csv_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(9306);
/* harmony import */ var _json_js__WEBPACK_IMPORTED_MODULE_6__ = __webpack_require__(8301);
/* harmony import */ var _text_numbers_js__WEBPACK_IMPORTED_MODULE_7__ = __webpack_require__(92613);
/* harmony import */ var _evaluation_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(53881);
/* harmony import */ var _plain_text_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(10787);
/* harmony import */ var _recipients_js__WEBPACK_IMPORTED_MODULE_5__ = __webpack_require__(63647);








/**
 * The functions by name. An argument of a type that a function does not read is unknown, as what the service did not say. These mark the
 * cell as incomplete besides: `utc` for an unknown time zone, `replies_active` if it is unknown, `plain_text` if the text is cut,
 * `addresses` if a recipient has no address, `external` if others are unresolved or it is not known what is inside, `app_used` for a
 * word that does not say it, and `part_numbers` if it has to return IDs.
 */
const addedFunctions = {
    // The case of Graph's enum values varies.
    same: { takes: ['a', 'b'], result: 'Whether two texts are equal, ignoring case', call: isSame },
    utc: { takes: ['dateTimeTimeZone'], result: '`{dateTime, timeZone}` as UTC: `2026-11-25T08:00:00Z`', call: utc },
    replies_active: {
        takes: ['status', 'start', 'end'],
        result: 'Whether automatic replies are sent at the start of the run, `yes` or `no`',
        call: repliesActive,
    },
    time: {
        takes: ['timeOfDay'],
        result: '`08:00:00.0000000` as `08:00:00`',
        call: (value) => textWith(value, (text) => text.replace(/\.0+$/, '')),
    },
    plain_text: { takes: ['html'], result: 'Text of HTML', call: (html) => textWith(html, textOf) },
    addresses: {
        takes: ['recipients'],
        result: 'Addresses of `{emailAddress: {name, address}}`, or else names',
        call: namedTargets,
    },
    external: { takes: ['recipients'], result: 'Those that are external, without duplicates', call: externalTargets },
    unresolved: {
        takes: ['recipients'],
        result: 'Those without an SMTP address',
        call: (recipients) => (0,_recipients_js__WEBPACK_IMPORTED_MODULE_5__/* .unresolvedRecipients */ .mr)(recipients, (0,_evaluation_js__WEBPACK_IMPORTED_MODULE_3__/* .activeContext */ .SP)().internalDomains),
    },
    bytes: {
        takes: ['size'],
        result: 'Bytes of `99 GB (106,300,440,576 bytes)`; blank for `Unlimited`',
        call: byteCount,
    },
    megabytes: {
        takes: ['size'],
        result: 'The same in MB of 2^20 bytes, with at most two decimals',
        call: (size) => sizeIn(size, 2 ** 20),
    },
    gigabytes: {
        takes: ['size'],
        result: 'The same in GB of 2^30 bytes, with at most two decimals',
        call: (size) => sizeIn(size, 2 ** 30),
    },
    bytes_to_gigabytes: {
        takes: ['bytes'],
        result: 'A number of bytes in GB of 2^30 bytes, with at most two decimals',
        call: (bytes) => percentage(bytes, 100 * 2 ** 30),
    },
    percent: {
        takes: ['part', 'whole'],
        result: 'With at most two decimals; blank if the whole is 0',
        call: percentage,
    },
    days: { takes: ['timeSpan'], result: 'Days of `14.00:00:00`; blank for `Unlimited`', call: dayCount },
    days_since: { takes: ['time'], result: 'Whole days from a time to the start of the run', call: daysSince },
    app_used: {
        takes: ['cell'],
        result: '`yes` or `no`, of a cell of `getEmailAppUsageUserDetail`',
        call: appUsed,
    },
    part_numbers: {
        takes: ['licenses', 'skus'],
        result: 'Part numbers of `assignedLicenses`, by `subscribedSkus`; else IDs',
        call: partNumbers,
    },
};
for (const [name, { takes, call }] of Object.entries(addedFunctions)) {
    const signature = takes.map(() => ({ types: [_jmespath_community_jmespath__WEBPACK_IMPORTED_MODULE_1__/* .TYPE_ANY */ .uU] }));
    (0,_jmespath_community_jmespath__WEBPACK_IMPORTED_MODULE_1__/* .register */ .kz)(name, (values) => call(...values), signature);
}
/** The library's own functions use a regular expression that takes a minute for a text of 128 KiB. */
function trimmed([text, characters], atStart, atEnd) {
    if (typeof text !== 'string')
        return null;
    const isTrimmed = (index) => typeof characters === 'string' && characters !== ''
        ? characters.includes(text.charAt(index))
        : /[\s\x85]/.test(text.charAt(index));
    let [start, end] = [0, text.length];
    while (atStart && start < end && isTrimmed(start))
        start += 1;
    while (atEnd && end > start && isTrimmed(end - 1))
        end -= 1;
    return text.slice(start, end);
}
const TRIM_SIGNATURE = [{ types: [_jmespath_community_jmespath__WEBPACK_IMPORTED_MODULE_1__/* .TYPE_STRING */ .jY] }, { types: [_jmespath_community_jmespath__WEBPACK_IMPORTED_MODULE_1__/* .TYPE_STRING */ .jY], optional: true }];
(0,_jmespath_community_jmespath__WEBPACK_IMPORTED_MODULE_1__/* .register */ .kz)('trim', (values) => trimmed(values, true, true), TRIM_SIGNATURE, { override: true });
(0,_jmespath_community_jmespath__WEBPACK_IMPORTED_MODULE_1__/* .register */ .kz)('trim_left', (values) => trimmed(values, true, false), TRIM_SIGNATURE, { override: true });
(0,_jmespath_community_jmespath__WEBPACK_IMPORTED_MODULE_1__/* .register */ .kz)('trim_right', (values) => trimmed(values, false, true), TRIM_SIGNATURE, { override: true });
/** Null for null. */
function textWith(value, convert) {
    if (typeof value === 'string')
        return convert(value);
    if (value !== null && value !== undefined)
        (0,_evaluation_js__WEBPACK_IMPORTED_MODULE_3__/* .activeContext */ .SP)().markAbsent();
    return null;
}
function isSame(a, b) {
    const [one, other] = [a, b].map((value) => textWith(value, (text) => text.toLowerCase()));
    return one !== null && one === other;
}
function namedTargets(recipients) {
    if ((0,_recipients_js__WEBPACK_IMPORTED_MODULE_5__/* .hasUnaddressed */ .tI)(recipients))
        (0,_evaluation_js__WEBPACK_IMPORTED_MODULE_3__/* .activeContext */ .SP)().markIncomplete();
    return (0,_recipients_js__WEBPACK_IMPORTED_MODULE_5__/* .addressesOf */ .sO)(recipients);
}
function externalTargets(recipients) {
    const context = (0,_evaluation_js__WEBPACK_IMPORTED_MODULE_3__/* .activeContext */ .SP)();
    const inside = context.internalDomains;
    if ((0,_recipients_js__WEBPACK_IMPORTED_MODULE_5__/* .unresolvedRecipients */ .mr)(recipients, inside).length > 0)
        context.markIncomplete();
    const addresses = (0,_recipients_js__WEBPACK_IMPORTED_MODULE_5__/* .outsideAddresses */ ._k)(recipients, inside);
    if (inside !== undefined || addresses.length === 0)
        return addresses;
    context.markIncomplete();
    return [];
}
function textOf(html) {
    const { text, complete } = (0,_plain_text_js__WEBPACK_IMPORTED_MODULE_4__/* .plainText */ .w)(html);
    if (!complete)
        (0,_evaluation_js__WEBPACK_IMPORTED_MODULE_3__/* .activeContext */ .SP)().markIncomplete();
    return text;
}
/** Graph's status stays `scheduled` after the end of a schedule, and its case varies. */
function repliesActive(status, start, end) {
    const context = (0,_evaluation_js__WEBPACK_IMPORTED_MODULE_3__/* .activeContext */ .SP)();
    const now = context.now ?? NaN;
    const folded = typeof status === 'string' ? status.toLowerCase() : '';
    if (folded === 'disabled')
        return 'no';
    if (folded === 'alwaysenabled')
        return 'yes';
    const [from, until] = [start, end].map((time) => (typeof time === 'string' ? Date.parse(time) : NaN));
    if (folded === 'scheduled' && from !== undefined && until !== undefined) {
        if (until <= now || from > now)
            return 'no';
        if (from <= now && now < until)
            return 'yes';
    }
    context.markIncomplete();
    return null;
}
/** If the time zone is unknown, the local time and the zone's name, so that the cell is not mistaken for UTC. */
function utc(value) {
    if (value === null || value === undefined)
        return null;
    const { dateTime = null, timeZone = 'UTC' } = (0,_json_js__WEBPACK_IMPORTED_MODULE_6__/* .isRecord */ .u4)(value) ? value : { timeZone: null };
    if ((0,_json_js__WEBPACK_IMPORTED_MODULE_6__/* .isRecord */ .u4)(value) && (dateTime === null || dateTime === ''))
        return null;
    if (typeof dateTime !== 'string' || typeof timeZone !== 'string') {
        (0,_evaluation_js__WEBPACK_IMPORTED_MODULE_3__/* .activeContext */ .SP)().markAbsent();
        return null;
    }
    const instant = toUtc(dateTime, timeZone);
    if (instant === undefined)
        (0,_evaluation_js__WEBPACK_IMPORTED_MODULE_3__/* .activeContext */ .SP)().markIncomplete();
    return instant ?? `${dateTime} ${timeZone}`;
}
/** How Exchange writes a size: `99 GB (106,300,440,576 bytes)`. */
const SIZE = /\(([\d,]+) bytes\)/;
/** How .NET writes a time span: `14.00:00:00`, `-1.00:00:00`, `08:30:00.5000000`. */
const TIME_SPAN = /^(-?)(?:(\d+)\.)?(\d{1,2}):(\d{2}):(\d{2})(?:\.\d+)?$/;
/** The bytes of a size; null for `Unlimited` and for no size. A text of another form is returned as it is. */
function byteCount(size) {
    return textWith(size, (text) => {
        const [, digits] = SIZE.exec(text) ?? [];
        if (digits === undefined)
            return isUnlimited(text) ? null : text;
        return Number(digits.replaceAll(',', ''));
    });
}
/** A size in units of so many bytes, rounded to two decimals; otherwise as `byteCount`. */
function sizeIn(size, unit) {
    const bytes = byteCount(size);
    return typeof bytes === 'number' ? Math.round((bytes / unit) * 100) / 100 : bytes;
}
function percentage(part, whole) {
    if (typeof part === 'number' && typeof whole === 'number') {
        return whole > 0 ? Math.round((part / whole) * 10_000) / 100 : null;
    }
    if ((part ?? null) !== null && (whole ?? null) !== null)
        (0,_evaluation_js__WEBPACK_IMPORTED_MODULE_3__/* .activeContext */ .SP)().markAbsent();
    return null;
}
/** Blank for a blank time. */
function daysSince(time) {
    return textWith(time, (text) => {
        const { now = NaN } = (0,_evaluation_js__WEBPACK_IMPORTED_MODULE_3__/* .activeContext */ .SP)();
        const elapsed = text === '' ? undefined : now - Date.parse(text);
        if (elapsed === undefined)
            return null;
        // A time of today may be after the start of the run. A clock that is days ahead says nothing.
        if (elapsed > -_text_numbers_js__WEBPACK_IMPORTED_MODULE_7__/* .DAY_MS */ .sO)
            return Math.max(0, Math.floor(elapsed / _text_numbers_js__WEBPACK_IMPORTED_MODULE_7__/* .DAY_MS */ .sO));
        (0,_evaluation_js__WEBPACK_IMPORTED_MODULE_3__/* .activeContext */ .SP)().markIncomplete();
        return null;
    });
}
function appUsed(cell) {
    const isUsed = cell === null || typeof cell === 'string' ? (0,_graph_usage_csv_js__WEBPACK_IMPORTED_MODULE_2__/* .isAppUsed */ .$)(cell) : undefined;
    if (isUsed === undefined)
        (0,_evaluation_js__WEBPACK_IMPORTED_MODULE_3__/* .activeContext */ .SP)().markIncomplete();
    return isUsed === undefined ? null : isUsed ? 'yes' : 'no';
}
/** https://learn.microsoft.com/graph/api/resources/assignedlicense and its subscribedSku. */
function partNumbers(licenses, skus) {
    if (!Array.isArray(licenses)) {
        (0,_evaluation_js__WEBPACK_IMPORTED_MODULE_3__/* .activeContext */ .SP)().markAbsent();
        return null;
    }
    const names = Array.isArray(skus) ? skus : [];
    return licenses.map((license) => {
        const id = (0,_json_js__WEBPACK_IMPORTED_MODULE_6__/* .isRecord */ .u4)(license) ? license.skuId : undefined;
        const sku = names.find((one) => (0,_json_js__WEBPACK_IMPORTED_MODULE_6__/* .isRecord */ .u4)(one) && isSame(one.skuId, id));
        if ((0,_json_js__WEBPACK_IMPORTED_MODULE_6__/* .isRecord */ .u4)(sku) && typeof sku.skuPartNumber === 'string')
            return sku.skuPartNumber;
        (0,_evaluation_js__WEBPACK_IMPORTED_MODULE_3__/* .activeContext */ .SP)().markIncomplete();
        return typeof id === 'string' ? id : null;
    });
}
/** The days of a time span, with a fraction; null for `Unlimited` and for none. A text of another form is returned as it is. */
function dayCount(span) {
    return textWith(span, (text) => {
        const [, sign, days = '0', hours, minutes, seconds] = TIME_SPAN.exec(text) ?? [];
        if (sign === undefined)
            return isUnlimited(text) ? null : text;
        const count = Number(days) + (Number(hours) * 3600 + Number(minutes) * 60 + Number(seconds)) / 86_400;
        return sign === '-' ? -count : count;
    });
}
function isUnlimited(text) {
    return text.toLowerCase() === 'unlimited';
}
const LOCAL_DATE_TIME = /^(\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d)(?:\.\d+)?(Z|[+-]\d\d:\d\d)?$/;
const formats = new Map();
/**
 * Graph's `dateTimeTimeZone` as ISO 8601 in UTC, `2026-11-25T08:00:00Z`. The zone is `UTC`, an IANA name or a Windows
 * name; undefined for any other zone, since a guessed instant would be worse than none.
 * https://learn.microsoft.com/graph/api/resources/datetimetimezone
 */
function toUtc(dateTime, timeZone) {
    const [, local, offset] = LOCAL_DATE_TIME.exec(dateTime) ?? [];
    if (local === undefined)
        return undefined;
    if (offset !== undefined && offset !== 'Z')
        return iso(Date.parse(local + offset));
    const asIfUtc = Date.parse(`${local}Z`);
    if (Number.isNaN(asIfUtc))
        return undefined;
    if (offset === 'Z' || timeZone.toUpperCase() === 'UTC')
        return `${local}Z`;
    const format = formatFor(timeZone);
    if (format === undefined)
        return undefined;
    // The offset depends on the instant, so it is looked up again for the first guess: the clocks may change between them.
    const guess = asIfUtc - offsetAt(format, asIfUtc);
    return iso(asIfUtc - offsetAt(format, guess));
}
function iso(instant) {
    return Number.isNaN(instant) ? undefined : `${new Date(instant).toISOString().slice(0, 19)}Z`;
}
function formatFor(timeZone) {
    if (!formats.has(timeZone))
        formats.set(timeZone, newFormat((0,windows_iana__WEBPACK_IMPORTED_MODULE_0__.findIana)(timeZone)[0] ?? timeZone));
    return formats.get(timeZone);
}
function newFormat(timeZone) {
    try {
        return new Intl.DateTimeFormat('en-US', { timeZone, timeZoneName: 'longOffset' });
    }
    catch {
        return undefined;
    }
}
/** The zone's offset from UTC at an instant, in ms. The format ends with `GMT-05:00`, before 1900 with `GMT+00:53:28`. */
function offsetAt(format, instant) {
    const [, sign, hours, minutes, seconds = 0] = /GMT([+-])(\d\d):(\d\d)(?::(\d\d))?$/.exec(format.format(instant)) ?? [];
    if (sign === undefined)
        return 0;
    const ms = (Number(hours) * 3600 + Number(minutes) * 60 + Number(seconds)) * 1000;
    return sign === '-' ? -ms : ms;
}


/***/ }),

/***/ 10787:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   q: () => (/* binding */ loadPlainText),
/* harmony export */   w: () => (/* binding */ plainText)
/* harmony export */ });
/* harmony import */ var _json_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(8301);

/** Longer than an automatic reply can be. */
const MAX_LENGTH = 128 * 1024;
/** The library converts elements recursively, and 30,000 in one element would take seconds. */
const MAX_DEPTH = 100;
const MAX_CHILDREN = 10_000;
/** Marks where the library leaves out elements, to tell it from an ellipsis that somebody wrote. A private-use character. */
const CUT = '\ue0c7';
const TAG = /<(?:\/?[a-z][a-z0-9]*[\s/>]|!)/i;
/** `<adele@contoso.com>`, as people write addresses. A parser would read it as a tag. */
const ADDRESS = /<(?=[^\s<>@]+@[^\s<>@]+>)/g;
/** A comment whose text Outlook shows. What `<!--[if !mso]><!-->` encloses is outside of comments. */
const CONDITIONAL = /^\s*\[if\b[^\]>]*\]>(?!\s*<!$)([^]*?)(?:<!\[endif\]\s*)?$/i;
/** Documents within documents, in the attribute `srcdoc`. */
const MAX_DOCUMENTS = 3;
const A_LINE = { leadingLineBreaks: 1, trailingLineBreaks: 1 };
const CELL = { suffix: ' ' };
const options = {
    wordwrap: false,
    // Browsers show text outside the body too.
    baseElements: { selectors: [] },
    limits: { maxInputLength: MAX_LENGTH, maxDepth: MAX_DEPTH, maxChildNodes: MAX_CHILDREN, ellipsis: CUT },
    selectors: [
        { selector: 'a', options: { hideLinkHrefIfSameAsText: true, noAnchorUrl: true } },
        ...['h1', 'h2', 'h3', 'h4', 'h5', 'h6'].map((selector) => ({ selector, options: { uppercase: false } })),
        ...['img', 'title'].map((selector) => ({ selector, format: 'skip' })),
        ...['table', 'tr'].map((selector) => ({ selector, format: 'block', options: A_LINE })),
        ...['td', 'th'].map((selector) => ({ selector, format: 'inlineSurround', options: CELL })),
        { selector: 'ul', options: { itemPrefix: '- ' } },
        { selector: 'iframe', format: 'innerDocument' },
    ],
    formatters: {
        innerDocument: (element, walk, builder) => {
            builder.openBlock(A_LINE);
            const attributes = element.attribs;
            const html = (0,_json_js__WEBPACK_IMPORTED_MODULE_0__/* .isRecord */ .u4)(attributes) ? attributes.srcdoc : undefined;
            if (typeof html === 'string')
                builder.addLiteral(innerText(html));
            walk(element.children, builder);
            builder.closeBlock(A_LINE);
        },
    },
};
let openDocuments = 0;
/** The text of a document in an attribute. */
function innerText(html) {
    if (openDocuments >= MAX_DOCUMENTS)
        return CUT;
    openDocuments += 1;
    try {
        return converters?.ofHtml(withConditions(html).replaceAll(ADDRESS, '&lt;')) ?? '';
    }
    finally {
        openDocuments -= 1;
    }
}
/** Makes each conditional comment a document of its own: tags that it opens must not hide the text behind it. */
function withConditions(html) {
    let text = '';
    let copied = 0;
    for (let start = html.indexOf('<!--'); start >= 0; start = html.indexOf('<!--', copied)) {
        const ending = html.indexOf('-->', start + 4);
        const end = ending < 0 ? html.length : ending;
        const [comment, condition = ''] = CONDITIONAL.exec(html.slice(start + 4, end)) ?? [];
        const inner = condition.replaceAll('&', '&amp;').replaceAll('"', '&quot;');
        text += html.slice(copied, start);
        copied = Math.min(end + 3, html.length);
        if (comment === undefined)
            text += html.slice(start, copied);
        else
            text += `<iframe srcdoc="${inner.replaceAll('<', '&lt;').replaceAll('>', '&gt;')}"></iframe>`;
    }
    return text + html.slice(copied);
}
let converters;
/** Loads the library that `plainText` needs. Loading takes time, and most reports do not need it. */
async function loadPlainText() {
    const library = await __webpack_require__.e(/* import() */ 557).then(__webpack_require__.bind(__webpack_require__, 95557));
    converters ??= {
        ofHtml: library.compile(options),
        ofText: library.compile({ ...options, preserveNewlines: true }),
    };
}
/**
 * Converts HTML to readable text: lines end in `\n`, each table row is a line, images are left out, and a link's address
 * follows it in brackets if its text is another. A message without tags keeps its line breaks. The owner of the mailbox
 * wrote the HTML, so its length and depth are limited. Call `loadPlainText` first.
 */
function plainText(html) {
    if (converters === undefined)
        throw new Error('call loadPlainText before plainText');
    const { ofHtml, ofText } = converters;
    const cut = html.slice(0, MAX_LENGTH).replaceAll(/\r\n?/g, '\n').replaceAll(CUT, '\ufffd');
    const visible = withConditions(cut);
    const hasTags = TAG.test(visible);
    const escaped = visible.replaceAll(hasTags ? ADDRESS : '<', '&lt;');
    // Escaping can exceed the limit again, and the library would print a warning.
    const input = escaped.slice(0, MAX_LENGTH);
    const isLong = html.length > MAX_LENGTH || escaped.length > MAX_LENGTH;
    const text = tidy((hasTags ? ofHtml : ofText)(input));
    return { text: text.replaceAll(CUT, '…') + (isLong ? '…' : ''), complete: !isLong && !text.includes(CUT) };
}
function tidy(text) {
    return text
        .replaceAll('\u00a0', ' ')
        .split('\n')
        .map((line) => line.trimEnd())
        .join('\n')
        .replaceAll(/\n{3,}/g, '\n\n')
        .trim();
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
