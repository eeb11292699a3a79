export const id = 349;
export const ids = [349];
export const modules = {

/***/ 91349:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  loadCatalogues: () => (/* binding */ loadCatalogues),
  resolveReference: () => (/* binding */ resolveReference)
});

// EXTERNAL MODULE: ./src/errors.ts
var errors = __webpack_require__(83916);
// EXTERNAL MODULE: ./src/files/workspace.ts
var files_workspace = __webpack_require__(79622);
// EXTERNAL MODULE: ./src/text/did-you-mean.ts
var did_you_mean = __webpack_require__(63180);
// EXTERNAL MODULE: ./src/text/display.ts
var display = __webpack_require__(24745);
// EXTERNAL MODULE: ./src/controls/catalogue.ts
var catalogue = __webpack_require__(65227);
// EXTERNAL MODULE: external "node:crypto"
var external_node_crypto_ = __webpack_require__(77598);
// EXTERNAL MODULE: ./src/files/fields.ts
var fields = __webpack_require__(59682);
// EXTERNAL MODULE: ./src/files/yaml-json.ts
var yaml_json = __webpack_require__(57835);
// EXTERNAL MODULE: ./src/files/yaml-file.ts + 1 modules
var yaml_file = __webpack_require__(25948);
// EXTERNAL MODULE: ./src/json.ts
var json = __webpack_require__(8301);
;// CONCATENATED MODULE: ./src/controls/catalogue-file.ts







const DAY = (0,fields/* text */.Qq)({ pattern: /^\d{4}-\d{2}-\d{2}$/, hint: () => 'Write year-month-day, such as 2026-05-19.' });
const ID = (0,fields/* text */.Qq)({
    pattern: /^[A-Za-z0-9][A-Za-z0-9._-]*$/,
    maxLength: 100,
    hint: () => 'Use letters, digits, dots, hyphens and underscores, such as 6.2.1.',
});
const SCHEMAS = (0,fields/* later */.NU)({ type: 'object', minProperties: 1, additionalProperties: { type: 'object' } });
const CRITERION = (0,fields/* record */.g1)({
    reads: {
        is: fields/* anyText */.Ae,
        required: true,
        description: 'The cmdlet or the request that returns the objects.',
        examples: ['Get-TransportConfig'],
    },
    with: {
        is: fields/* anyText */.Ae,
        description: 'What returns further properties of each object: the account of a mailbox, the rule of a policy.',
        examples: ['GET /users'],
    },
    of: {
        is: SCHEMAS,
        description: 'The objects that count: properties, each with a JSON Schema. Default: all.',
        examples: [{ IsDefault: { const: true } }],
    },
    every: { is: SCHEMAS, description: 'What each of them must be.', examples: [{ Enabled: { const: false } }] },
    none: { is: SCHEMAS, description: 'What none of them may be.' },
    some: { is: SCHEMAS, description: 'What at least one of them must be.' },
});
const PART = (0,fields/* record */.g1)({
    id: {
        is: ID,
        description: 'Names the part in rules. Left out if it is the only one.',
        examples: ['outbound-policy'],
    },
    subject: { is: (0,fields/* choice */.Yq)(...catalogue/* CONTROL_SUBJECTS */.C5), required: true, description: 'What the part is about.' },
    covered: {
        is: (0,fields/* choice */.Yq)(...catalogue/* COVERED */.NQ),
        required: true,
        description: 'Whether reports show all of it, only its effect in mailboxes, or nothing.',
    },
    reason: { is: (0,fields/* line */.n8)(500), description: 'Why it is not covered as a whole.', examples: ['DNS records are not read.'] },
    choice: { is: (0,fields/* line */.n8)(500), description: 'What the control leaves to the organization.' },
    criterion: {
        is: (0,fields/* oneOrMore */.h9)(CRITERION, { noun: 'criterion', hint: 'Write one, or several of which one must hold.' }),
        description: 'When the part passes.',
    },
    source: {
        is: fields/* anyText */.Ae,
        description: 'Where the criterion is from.',
        examples: ['6.2.1, audit by PowerShell, step 2'],
    },
});
const CONTROL = (0,fields/* record */.g1)({
    id: { is: ID, required: true, description: 'As the benchmark numbers it.', examples: ['6.2.1'] },
    title: {
        is: (0,fields/* line */.n8)(200),
        required: true,
        description: 'What it asks for, in one line.',
        examples: ['Forwarding is off'],
    },
    level: { is: (0,fields/* line */.n8)(50), description: 'As the benchmark names it.', examples: ['E3 L1'] },
    references: {
        is: (0,fields/* oneOrMore */.h9)((0,fields/* line */.n8)(100), { noun: 'reference', hint: 'Name controls of other standards.' }),
        description: 'Controls of other standards that the publisher of the benchmark names.',
    },
    parts: {
        is: (0,fields/* list */.p_)(PART, { noun: 'part', minItems: 1, maxItems: 20, hint: 'Write at least one.' }),
        required: true,
        description: 'What is decided by itself.',
    },
});
/** The keys of a catalogue. */
const CATALOGUE = (0,fields/* record */.g1)({
    title: {
        is: (0,fields/* line */.n8)(200),
        required: true,
        description: 'The name of the benchmark.',
        examples: ['Rules of Contoso for mail'],
    },
    source: { is: fields/* anyText */.Ae, required: true, description: 'Where it is published.' },
    'as-of': { is: DAY, required: true, description: 'The day of this version.' },
    checked: { is: DAY, required: true, description: 'The day on which the file was last compared with its source.' },
    controls: {
        is: (0,fields/* list */.p_)(CONTROL, { noun: 'control', minItems: 1, maxItems: 1000, hint: 'Write 1 to 1000 controls.' }),
        required: true,
        description: 'All controls, also those that no report shows.',
    },
});
/**
 * Parses a catalogue. The code of its problems is `CATALOGUE_FILE`.
 *
 * @param name as rules name it, and in errors
 */
function parseCatalogue(content, name) {
    return (0,yaml_file/* readYaml */.g)(content, name, 'CATALOGUE_FILE', (root) => catalogueOf(root, name));
}
function catalogueOf(root, name) {
    const keys = CATALOGUE.read(root);
    if (keys === undefined)
        return undefined;
    const [title = '', source = '', asOf = ''] = [keys.get('title'), keys.get('source'), keys.get('as-of')];
    const checked = keys.get('checked') ?? '';
    const ids = new Set();
    const controls = (keys.get('controls') ?? []).flatMap((one) => controlOf(one, ids) ?? []);
    const said = { title, source, asOf, checked, controls };
    return { name, ...said, digest: (0,external_node_crypto_.hash)('sha256', JSON.stringify(said)) };
}
function controlOf(keys, ids) {
    const [id, title, level = ''] = [keys.get('id'), keys.get('title'), keys.get('level')];
    const [references = [], parts = []] = [keys.get('references'), keys.get('parts')];
    if (id === undefined || title === undefined)
        return undefined;
    if (ids.has(id))
        keys.value.report(`There is a control ${(0,display/* shownText */.f$)(id)} already.`, 'Give each an id of its own.');
    ids.add(id);
    const partIds = new Set();
    return { id, title, level, references, parts: parts.flatMap((part) => partOf(part, parts.length, partIds) ?? []) };
}
function partOf(keys, count, ids) {
    const [id = '', subject, covered] = [keys.get('id'), keys.get('subject'), keys.get('covered')];
    const [reason = '', choices = ''] = [keys.get('reason'), keys.get('choice')];
    const [criteria = [], source = ''] = [keys.get('criterion'), keys.get('source')];
    if (subject === undefined || covered === undefined)
        return undefined;
    if (count > 1 && id === '')
        return keys.value.report('"id" is missing.', 'Several parts need an id each.');
    if (ids.has(id))
        return keys.value.report(`There is a part ${(0,display/* shownText */.f$)(id)} already.`, 'Give each an id of its own.');
    ids.add(id);
    if (covered !== 'whole' && reason === '') {
        return keys.value.report('"reason" is missing.', 'Say why the part is not covered as a whole.');
    }
    const of = criteria.map(criterionOf);
    return { id, subject, covered, reason, choice: choices, criteria: of, source };
}
function criterionOf(keys) {
    const schemas = (value) => value && schemasOf(value);
    return {
        reads: keys.get('reads') ?? '',
        with: keys.get('with'),
        of: schemas(keys.get('of')),
        every: schemas(keys.get('every')),
        none: schemas(keys.get('none')),
        some: schemas(keys.get('some')),
    };
}
function schemasOf(value) {
    const members = Object.entries((0,yaml_json/* jsonObject */.o$)(value) ?? {});
    const schemas = members.flatMap(([name, schema]) => (0,json/* isObject */.Gv)(schema) ? [[name, schema]] : []);
    if (schemas.length < members.length)
        value.reject('has a property without a JSON Schema.', 'Write { const: value }.');
    return Object.fromEntries(schemas);
}

;// CONCATENATED MODULE: ./src/controls/shipped.ts
/** The catalogues in `controls`, by name, in YAML. `node scripts/controls.ts` writes this file. */
const SHIPPED_CATALOGUES = {
    'cis-m365-7.0.0': "# yaml-language-server: $schema=https://raw.githubusercontent.com/mailbox-report/mailbox-report/v1/schemas/catalogue.schema.json\n#\n# CIS Microsoft 365 Foundations Benchmark 7.0.0: all of chapter 6, and what other chapters ask of mailboxes and mail. Titles are our own;\n# the texts of the benchmark are those of CIS. \"choice\" says what it leaves to the organization, and what the criterion takes instead.\n# The audit procedures were compared in https://github.com/prowler-cloud/prowler/blob/3e000faa3109230b748e4418a13c11c9e59f5cfb/prowler/compliance/m365/cis_7.0_m365.json\ntitle: CIS Microsoft 365 Foundations Benchmark 7.0.0\nsource: https://www.cisecurity.org/benchmark/microsoft_365\nas-of: 2026-05-19\nchecked: 2026-12-01\ncontrols:\n  - id: 1.2.2\n    title: Nobody can sign in as a shared mailbox\n    level: E3 L1\n    parts:\n      - subject: mailboxes\n        covered: whole\n        # Also those that are synchronized from Active Directory.\n        criterion:\n          reads: Get-Mailbox\n          with: GET /users\n          of: { RecipientTypeDetails: { const: SharedMailbox } }\n          every: { accountEnabled: { const: false } }\n        source: 1.2.2, audit by PowerShell, step 4\n\n  - id: 1.3.3\n    title: The default sharing policy is off, so that calendars are not shared outside\n    level: E3 L2\n    parts:\n      - subject: organization\n        covered: whole\n        # Whatever the policy shares, and whatever other policies share.\n        criterion:\n          reads: Get-SharingPolicy\n          of: { Name: { const: Default Sharing Policy } }\n          every: { Enabled: { const: false } }\n        source: 1.3.3, audit by PowerShell, step 3\n\n  - id: 1.3.9\n    title: People cannot create shared pages of Bookings\n    level: E3 L1\n    parts:\n      - subject: organization\n        covered: whole\n        criterion:\n          - reads: Get-OwaMailboxPolicy\n            of: { Name: { const: OwaMailboxPolicy-Default } }\n            every: { BookingsMailboxCreationEnabled: { const: false } }\n          - reads: Get-OrganizationConfig\n            every: { BookingsEnabled: { const: false } }\n        source: 1.3.9, audit by PowerShell, step 3, and its option\n\n  - id: 2.1.6\n    title: Somebody gets copies and notices of outbound spam\n    level: E3 L1\n    parts:\n      - id: default-policy\n        subject: organization\n        covered: whole\n        choice: Which addresses are right. The criterion asks for one at least.\n        criterion:\n          reads: Get-HostedOutboundSpamFilterPolicy\n          of: { IsDefault: { const: true } }\n          every:\n            BccSuspiciousOutboundMail: { const: true }\n            BccSuspiciousOutboundAdditionalRecipients: { type: array, minItems: 1 }\n            NotifyOutboundSpam: { const: true }\n            NotifyOutboundSpamRecipients: { type: array, minItems: 1 }\n        source: 2.1.6, audit by PowerShell, step 3\n      - id: custom-policy\n        subject: organization\n        covered: whole\n        choice: Which addresses are right. The criterion asks for one at least.\n        # Only the policy of the highest priority, whether or not its rule is enabled.\n        criterion:\n          reads: Get-HostedOutboundSpamFilterPolicy\n          with: Get-HostedOutboundSpamFilterRule\n          of: { IsDefault: { const: false }, Priority: { const: 0 } }\n          every:\n            BccSuspiciousOutboundMail: { const: true }\n            BccSuspiciousOutboundAdditionalRecipients: { type: array, minItems: 1 }\n            NotifyOutboundSpam: { const: true }\n            NotifyOutboundSpamRecipients: { type: array, minItems: 1 }\n        source: 2.1.6, note of the audit\n\n  - id: 2.1.12\n    title: No IP address skips the spam filter\n    level: E3 L1\n    parts:\n      - subject: organization\n        covered: whole\n        criterion:\n          reads: Get-HostedConnectionFilterPolicy\n          every: { IPAllowList: { type: [array, 'null'], maxItems: 0 } }\n        source: 2.1.12, audit by PowerShell, step 3\n\n  - id: 2.1.13\n    title: The safe list of Microsoft does not skip the spam filter\n    level: E3 L1\n    parts:\n      - subject: organization\n        covered: whole\n        criterion: { reads: Get-HostedConnectionFilterPolicy, every: { EnableSafeList: { const: false } } }\n        source: 2.1.13, audit by PowerShell, step 3\n\n  - id: 2.1.14\n    title: No policy against spam allows whole domains\n    level: E3 L1\n    parts:\n      - subject: organization\n        covered: whole\n        criterion:\n          reads: Get-HostedContentFilterPolicy\n          every: { AllowedSenderDomains: { type: [array, 'null'], maxItems: 0 } }\n        source: 2.1.14, audit by PowerShell, step 3\n\n  - id: 2.1.15\n    title: The default policy limits outbound mail, and blocks who exceeds the limits\n    level: E3 L1\n    parts:\n      - subject: organization\n        covered: whole\n        choice: Lower limits, and which mailbox somebody watches. The criterion asks for one address at least.\n        # 0 is the limit of the service.\n        criterion:\n          reads: Get-HostedOutboundSpamFilterPolicy\n          of: { IsDefault: { const: true } }\n          every:\n            RecipientLimitExternalPerHour: { type: integer, minimum: 1, maximum: 500 }\n            RecipientLimitInternalPerHour: { type: integer, minimum: 1, maximum: 1000 }\n            RecipientLimitPerDay: { type: integer, minimum: 1, maximum: 1000 }\n            ActionWhenThresholdReached: { const: BlockUser }\n            NotifyOutboundSpamRecipients: { type: array, minItems: 1 }\n        source: 2.1.15, audit by PowerShell, step 3\n\n  - id: 3.1.1\n    title: The unified audit log is on\n    level: E3 L1\n    parts:\n      - subject: organization\n        covered: whole\n        # As Exchange Online answers: the compliance endpoint always says false.\n        criterion: { reads: Get-AdminAuditLogConfig, every: { UnifiedAuditLogIngestionEnabled: { const: true } } }\n        source: 3.1.1, audit by PowerShell, step 3\n\n  - id: 6.1.1\n    title: Mailboxes are audited by default\n    level: E3 L1\n    parts:\n      - subject: organization\n        covered: whole\n        criterion: { reads: Get-OrganizationConfig, every: { AuditDisabled: { const: false } } }\n        source: 6.1.1, audit by PowerShell, step 3\n\n  - id: 6.1.2\n    title: The mailbox of each person logs more actions than Microsoft's default set\n    level: E3 L1\n    parts:\n      - subject: mailboxes\n        covered: whole\n        criterion:\n          reads: Get-Mailbox\n          of: { RecipientTypeDetails: { const: UserMailbox } }\n          every:\n            AuditEnabled: { const: true }\n            AuditAdmin:\n              type: array\n              allOf:\n                - contains: { const: ApplyRecord }\n                - contains: { const: Copy }\n                - contains: { const: Create }\n                - contains: { const: FolderBind }\n                - contains: { const: HardDelete }\n                - contains: { const: MailItemsAccessed }\n                - contains: { const: Move }\n                - contains: { const: MoveToDeletedItems }\n                - contains: { const: Send }\n                - contains: { const: SendAs }\n                - contains: { const: SendOnBehalf }\n                - contains: { const: SoftDelete }\n                - contains: { const: Update }\n                - contains: { const: UpdateCalendarDelegation }\n                - contains: { const: UpdateFolderPermissions }\n                - contains: { const: UpdateInboxRules }\n            AuditDelegate:\n              type: array\n              allOf:\n                - contains: { const: ApplyRecord }\n                - contains: { const: Create }\n                - contains: { const: FolderBind }\n                - contains: { const: HardDelete }\n                - contains: { const: MailItemsAccessed }\n                - contains: { const: Move }\n                - contains: { const: MoveToDeletedItems }\n                - contains: { const: SendAs }\n                - contains: { const: SendOnBehalf }\n                - contains: { const: SoftDelete }\n                - contains: { const: Update }\n                - contains: { const: UpdateFolderPermissions }\n                - contains: { const: UpdateInboxRules }\n            AuditOwner:\n              type: array\n              allOf:\n                - contains: { const: ApplyRecord }\n                - contains: { const: Create }\n                - contains: { const: HardDelete }\n                - contains: { const: MailboxLogin }\n                - contains: { const: MailItemsAccessed }\n                - contains: { const: Move }\n                - contains: { const: MoveToDeletedItems }\n                - contains: { const: Send }\n                - contains: { const: SoftDelete }\n                - contains: { const: Update }\n                - contains: { const: UpdateCalendarDelegation }\n                - contains: { const: UpdateFolderPermissions }\n                - contains: { const: UpdateInboxRules }\n        source: 6.1.2, audit by PowerShell, step 2\n\n  - id: 6.1.3\n    title: No account bypasses auditing\n    level: E3 L1\n    parts:\n      - subject: organization\n        covered: whole\n        criterion: { reads: Get-MailboxAuditBypassAssociation, every: { AuditBypassEnabled: { const: false } } }\n        source: 6.1.3, audit by PowerShell, step 3\n\n  - id: 6.2.1\n    title: Mail is not forwarded outside\n    level: E3 L1\n    parts:\n      - id: mail-flow-rules\n        subject: organization\n        covered: whole\n        # Rules that are disabled or in test mode too; copies are not asked for. An address outside is one of no accepted domain.\n        criterion:\n          reads: Get-TransportRule\n          none: { RedirectMessageTo: { type: array, contains: { format: outside-address } } }\n        source: 6.2.1, audit by PowerShell, step 1\n      - id: outbound-policy\n        subject: organization\n        covered: whole\n        choice: Policies for people who may forward. The criterion allows none.\n        # Policies whose rule is disabled too.\n        criterion:\n          reads: Get-HostedOutboundSpamFilterPolicy\n          every: { AutoForwardingMode: { const: 'Off' } }\n        source: 6.2.1, audit by PowerShell, step 2\n\n  - id: 6.2.2\n    title: No mail flow rule lets whole domains skip the spam filter\n    level: E3 L1\n    parts:\n      - subject: organization\n        covered: whole\n        # Rules that are disabled or in test mode too.\n        criterion:\n          reads: Get-TransportRule\n          none: { SetSCL: { enum: [-1, '-1'] }, SenderDomainIs: { type: array, minItems: 1 } }\n        source: 6.2.2, audit by PowerShell, step 3\n\n  - id: 6.2.3\n    title: Outlook tags mail from outside\n    level: E3 L1\n    parts:\n      - subject: organization\n        covered: whole\n        choice: Which senders need no tag. The criterion allows none.\n        criterion:\n          reads: Get-ExternalInOutlook\n          every: { Enabled: { const: true }, AllowList: { type: [array, 'null'], items: { enum: ['', null] } } }\n        source: 6.2.3, audit by PowerShell, step 3\n\n  - id: 6.3.1\n    title: People cannot add add-ins to Outlook\n    level: E3 L2\n    parts:\n      - subject: organization\n        covered: whole\n        # The default policy only.\n        criterion:\n          reads: Get-RoleAssignmentPolicy\n          of: { IsDefault: { const: true } }\n          every:\n            AssignedRoles:\n              type: [array, 'null']\n              items: { not: { enum: [My Custom Apps, My Marketplace Apps, My ReadWriteMailbox Apps] } }\n        source: 6.3.1, audit by PowerShell, step 3\n\n  - id: 6.3.2\n    title: People cannot add personal accounts and calendars to Outlook\n    level: E3 L1\n    parts:\n      - subject: organization\n        covered: whole\n        # The default policy only.\n        criterion:\n          reads: Get-OwaMailboxPolicy\n          of: { IsDefault: { const: true } }\n          every: { PersonalAccountsEnabled: { const: false }, PersonalAccountCalendarsEnabled: { const: false } }\n        source: 6.3.2, audit by PowerShell, step 3\n\n  - id: 6.5.1\n    title: Outlook can use modern authentication\n    level: E3 L1\n    parts:\n      - subject: organization\n        covered: whole\n        criterion: { reads: Get-OrganizationConfig, every: { OAuth2ClientProfileEnabled: { const: true } } }\n        source: 6.5.1, audit by PowerShell, step 4\n\n  - id: 6.5.2\n    title: MailTips warn of recipients outside and of large audiences\n    level: E3 L1\n    parts:\n      - subject: organization\n        covered: whole\n        choice: From how many recipients. The criterion takes 25, the default, or fewer.\n        criterion:\n          reads: Get-OrganizationConfig\n          every:\n            MailTipsAllTipsEnabled: { const: true }\n            MailTipsExternalRecipientsTipsEnabled: { const: true }\n            MailTipsGroupMetricsEnabled: { const: true }\n            MailTipsLargeAudienceThreshold: { type: integer, maximum: 25 }\n        source: 6.5.2, audit by PowerShell, step 3\n\n  - id: 6.5.3\n    title: Outlook on the web opens no storage of other providers\n    level: E3 L2\n    parts:\n      - subject: organization\n        covered: whole\n        criterion:\n          reads: Get-OwaMailboxPolicy\n          of: { Name: { const: OwaMailboxPolicy-Default } }\n          every: { AdditionalStorageProvidersAvailable: { const: false } }\n        source: 6.5.3, audit by PowerShell, step 3\n\n  - id: 6.5.4\n    title: SMTP AUTH is off in the organization\n    level: E3 L1\n    parts:\n      - subject: organization\n        covered: whole\n        criterion: { reads: Get-TransportConfig, every: { SmtpClientAuthenticationDisabled: { const: true } } }\n        source: 6.5.4, audit by PowerShell, step 3\n\n  - id: 6.5.5\n    title: Direct Send is rejected\n    level: E3 L2\n    parts:\n      - subject: organization\n        covered: whole\n        criterion: { reads: Get-OrganizationConfig, every: { RejectDirectSend: { const: true } } }\n        source: 6.5.5, audit by PowerShell, step 3\n",
    'scuba-exo': "# yaml-language-server: $schema=https://raw.githubusercontent.com/mailbox-report/mailbox-report/v1/schemas/catalogue.schema.json\n#\n# CISA SCuBA Secure Configuration Baseline for Exchange Online. Titles are our own; references are those of the baseline. Policies that\n# CISA removed (8 to 12, 14 to 17) are not here.\n# Compared with https://github.com/cisagov/ScubaGear/tree/4d34e9a48e38ce5c2e14c0fdfbaee53e57594ae2/PowerShell/ScubaGear: baselines/exo.md, Rego/EXOConfig.rego\ntitle: CISA SCuBA Exchange Online\nsource: https://github.com/cisagov/ScubaGear/blob/main/PowerShell/ScubaGear/baselines/exo.md\nas-of: 2026-04-02\nchecked: 2026-12-01\ncontrols:\n  - id: MS.EXO.1.1v2\n    title: No remote domain allows automatic forwarding\n    level: SHALL\n    references: [NIST SP 800-53 AC-4]\n    parts:\n      - subject: organization\n        covered: whole\n        choice: Domains, but not \"*\", to which forwarding is approved. The criterion allows none.\n        criterion: { reads: Get-RemoteDomain, every: { AutoForwardEnabled: { const: false } } }\n        source: EXOConfig.rego, MS.EXO.1.1v2\n\n  - id: MS.EXO.2.2v3\n    title: An SPF record of each domain fails other senders\n    level: SHALL\n    references: [NIST SP 800-53 AC-2d]\n    parts:\n      - { subject: organization, covered: no, reason: DNS records are not read. }\n\n  - id: MS.EXO.3.1v1\n    title: Mail of each domain is signed with DKIM\n    level: SHOULD\n    references: [NIST SP 800-53 SC-8]\n    parts:\n      - { subject: organization, covered: no, reason: DNS records and Get-DkimSigningConfig are not read. }\n\n  - id: MS.EXO.4.1v1\n    title: Each second-level domain has a DMARC record\n    level: SHALL\n    references: [NIST SP 800-53 SI-8]\n    parts:\n      - { subject: organization, covered: no, reason: DNS records are not read. }\n\n  - id: MS.EXO.4.2v1\n    title: DMARC rejects what fails\n    level: SHALL\n    references: [NIST SP 800-53 SI-8]\n    parts:\n      - { subject: organization, covered: no, reason: DNS records are not read. }\n\n  - id: MS.EXO.4.3v1\n    title: CISA gets the aggregate reports of DMARC\n    level: SHALL\n    references: [NIST SP 800-53 SI-4(5)]\n    parts:\n      - { subject: organization, covered: no, reason: DNS records are not read. }\n\n  - id: MS.EXO.4.4v1\n    title: The agency gets the reports of DMARC\n    level: SHOULD\n    references: [NIST SP 800-53 SI-4(5)]\n    parts:\n      - { subject: organization, covered: no, reason: DNS records are not read. }\n\n  - id: MS.EXO.5.1v1\n    title: SMTP AUTH is off in the organization\n    level: SHALL\n    references: [NIST SP 800-53 CM-7]\n    parts:\n      - subject: organization\n        covered: whole\n        # The Rego takes a setting that is null for off; the baseline does not.\n        criterion: { reads: Get-TransportConfig, every: { SmtpClientAuthenticationDisabled: { const: true } } }\n        source: EXOConfig.rego, MS.EXO.5.1v1\n\n  - id: MS.EXO.6.1v1\n    title: Contacts are not shared with all domains\n    level: SHALL\n    references: [NIST SP 800-53 AC-3, NIST SP 800-53 SC-7(10)(a)]\n    parts:\n      - subject: organization\n        covered: whole\n        # Policies that are disabled too. Anonymous is no domain.\n        criterion:\n          reads: Get-SharingPolicy\n          none: { Domains: { type: array, contains: { pattern: '^(?=.*\\*)(?=.*Contacts)' } } }\n        source: EXOConfig.rego, MS.EXO.6.1v1\n\n  - id: MS.EXO.6.2v1\n    title: Calendars are not shared with all domains\n    level: SHALL\n    references: [NIST SP 800-53 AC-3, NIST SP 800-53 SC-7(10)(a)]\n    parts:\n      - subject: organization\n        covered: whole\n        # Policies that are disabled too, and free and busy times alone. Anonymous is no domain.\n        criterion:\n          reads: Get-SharingPolicy\n          none: { Domains: { type: array, contains: { pattern: '^(?=.*\\*)(?=.*Calendar)' } } }\n        source: EXOConfig.rego, MS.EXO.6.2v1\n\n  - id: MS.EXO.7.1v1\n    title: A mail flow rule marks the subject of mail from outside\n    level: SHALL\n    references: [NIST SP 800-53 SI-8]\n    parts:\n      - subject: organization\n        covered: whole\n        choice: The baseline does not say how people are warned. The criterion asks for a tag before the subject, as ScubaGear does.\n        # The Rego does not ask for the dates of a rule; the baseline asks for a warning.\n        criterion:\n          reads: Get-TransportRule\n          some:\n            State: { const: Enabled }\n            Mode: { const: Enforce }\n            FromScope: { const: NotInOrganization }\n            PrependSubject: { type: string, pattern: '\\S' }\n            ActivationDate: { anyOf: [{ type: 'null' }, { format: date-time, formatMaximum: now }] }\n            ExpiryDate: { anyOf: [{ type: 'null' }, { format: date-time, formatExclusiveMinimum: now }] }\n        source: EXOConfig.rego, MS.EXO.7.1v1\n\n  - id: MS.EXO.13.1v1\n    title: Mailboxes are audited by default\n    level: SHALL\n    references: [NIST SP 800-53 AU-12c]\n    parts:\n      - subject: organization\n        covered: whole\n        criterion: { reads: Get-OrganizationConfig, every: { AuditDisabled: { const: false } } }\n        source: EXOConfig.rego, MS.EXO.13.1v1\n",
};

;// CONCATENATED MODULE: ./src/controls/load.ts







/**
 * Reads the catalogues that references name: those that are shipped, and files of the workspace. The code of problems of a file is
 * `CATALOGUE_FILE`; that of an unknown catalogue `POLICY_FILE`.
 */
async function loadCatalogues(references, workspace) {
    const catalogues = new Map();
    const problems = [];
    const first = new Map(references.toReversed().map((reference) => [reference.catalogue, reference]));
    for (const [name, { place }] of first) {
        const checked = await readCatalogue(name, workspace, place);
        if (checked.value === undefined)
            problems.push(...checked.problems);
        else
            catalogues.set(name, checked.value);
    }
    return { catalogues, problems };
}
async function readCatalogue(name, workspace, place) {
    const shipped = Object.hasOwn(SHIPPED_CATALOGUES, name) ? SHIPPED_CATALOGUES[name] : undefined;
    if (shipped !== undefined)
        return parseCatalogue(shipped, name);
    if (!(0,catalogue/* isCataloguePath */.Jw)(name)) {
        const names = Object.keys(SHIPPED_CATALOGUES);
        const hint = `${suggested(name, names)}The catalogues are ${names.join(', ')}. Name one of your own by its path, such as controls/own.yml.`;
        const problem = new errors/* UserError */.yo('POLICY_FILE', `There is no catalogue ${(0,display/* shownText */.f$)(name)}.`, { hint, place });
        return { value: undefined, problems: [problem] };
    }
    const kind = { code: 'CATALOGUE_FILE', noun: 'catalogue', input: 'policy', extensions: ['yml', 'yaml'] };
    try {
        const { bytes } = await (0,files_workspace/* readWorkspaceFile */.sL)(name, workspace, kind);
        return parseCatalogue(bytes, name);
    }
    catch (error) {
        if (!(error instanceof errors/* UserError */.yo))
            throw error;
        const hint = `Correct the path under "controls". ${error.hint}`;
        return { value: undefined, problems: [new errors/* UserError */.yo('CATALOGUE_FILE', error.message, { hint, place })] };
    }
}
/** How many letters two names have in common at the start; the second is in lower case. */
function sharedStart(name, folded) {
    const own = name.toLowerCase();
    let length = 0;
    while (length < own.length && own[length] === folded[length])
        length += 1;
    return length;
}
/** The name that differs least, and of several the one that differs last: of a control, another version rather than another control. */
function suggested(name, names) {
    const folded = name.toLowerCase();
    const sorted = names.toSorted((one, other) => sharedStart(other, folded) - sharedStart(one, folded));
    // Versions differ in digits, which are no typing error.
    const nearest = (0,did_you_mean/* nearestName */.qb)(folded, sorted, Math.max(3, Math.floor(name.length / 2)));
    return nearest === undefined ? '' : `Did you mean "${nearest}"? `;
}
/**
 * The reference with its part, which may be left out where there is one. A problem, of code `POLICY_FILE`, if the catalogue has no such
 * control or part.
 */
function resolveReference(reference, catalogues) {
    const { catalogue: name, control: id, part: named, place } = reference;
    const catalogue = catalogues.get(name);
    if (catalogue === undefined)
        return undefined;
    const problem = (message, hint) => new errors/* UserError */.yo('POLICY_FILE', message, { hint, place });
    const control = catalogue.controls.find((one) => one.id.toLowerCase() === id.toLowerCase());
    if (control === undefined) {
        const ids = catalogue.controls.map((one) => one.id);
        return problem(`${name} has no control ${(0,display/* shownText */.f$)(id)}.`, `${suggested(id, ids)}${catalogue.title} has ${ids.length} controls.`);
    }
    const { parts } = control;
    const [only] = parts;
    const part = named === '' && parts.length === 1 ? only : parts.find((one) => one.id === named);
    if (part !== undefined)
        return { ...reference, control: control.id, part: part.id };
    const message = named === ''
        ? `The control ${control.id} of ${name} has ${parts.length} parts.`
        : `The control ${control.id} of ${name} has no part ${(0,display/* shownText */.f$)(named)}.`;
    return problem(message, `${suggested(named, parts.map(({ id: one }) => one))}${partsHint(name, control.id, parts)}`);
}
function partsHint(catalogue, control, parts) {
    const texts = parts.map(({ id }) => `${catalogue}/${control}${id === '' ? '' : `#${id}`}`);
    return `Write ${texts.join(' or ')}.`;
}


/***/ })

};
