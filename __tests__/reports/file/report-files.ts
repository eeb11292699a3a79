/** Replaced keys of a valid report file. Undefined: the key is omitted. */
interface Parts {
  readonly name?: string | undefined;
  readonly permission?: string;
  readonly request?: string | undefined;
  readonly path?: string;
  readonly query?: string;
  readonly children?: string;
  readonly columns?: string | undefined;
  readonly more?: string;
}

/** The text of a report file, valid except for the given parts. */
export function reportFile(parts: Parts = {}): string {
  const { name, permission, request, columns, more }: Parts = {
    name: 'my-report',
    request: requestWith(parts),
    columns: '{ Category: displayName }',
    ...parts,
  };
  const lines = Object.entries({ name, permission, request, columns }).flatMap(([key, value]) =>
    value === undefined ? [] : [`${key}: ${value}`],
  );
  return `${[...lines, ...(more === undefined ? [] : [more])].join('\n')}\n`;
}

function requestWith({ path = 'outlook/masterCategories', query, children }: Parts): string {
  const lines = [`path: ${path}`];
  if (query !== undefined) lines.push(`query: ${query}`);
  if (children !== undefined) lines.push(`children: ${children}`);
  return ['', ...lines].join('\n  ');
}

/** The text of a report file about Exchange Online, valid except for the given parts. */
export function exchangeFile({
  request = 'cmdlet: Get-CASMailbox, select: [PopEnabled]',
  ...parts
}: Parts = {}): string {
  const columns = '{ Pop: PopEnabled }';
  return `source: exchange\n${reportFile({ columns, ...parts, request: `{ ${request} }` })}`;
}

const RULES = 'cmdlet: Get-InboxRule, select: [Name]';

const many = (count: number): string => `{${Array.from({ length: count }, (_, at) => `C${at}: a`).join(', ')}}`;

/** Valid report files. */
export const goodFiles: Readonly<Record<string, string>> = {
  'the least': reportFile(),
  'all keys': reportFile({
    permission: 'Mail.ReadBasic.All',
    query:
      '{ $top: 250, $select: "id,displayName", $count: true, $skip: 0, includeHiddenFolders: true, $filter: "a eq 1" }',
    children: '{ path: "mailFolders/{id}/childFolders", when: "childFolderCount > `0`" }',
    more: 'rows: value\ninconclusive: isReadOnly && !actions',
  }),
  'a listing': reportFile({
    permission: 'Reports.Read.All',
    request:
      '{ version: beta, listing: "reports/getMailboxUsageDetail(period=\'D7\')", query: { $format: application/json }, match: userPrincipalName, absent: blank }',
  }),
  'a folder of Exchange Online': exchangeFile({
    request:
      "cmdlet: Get-MailboxCalendarFolder, select: [PublishEnabled], parameters: { Identity: '{mailbox}:\\Inbox' }",
    columns: '{ A: PublishEnabled }',
  }),
  'settings of the organization': exchangeFile({
    request:
      'cmdlet: Get-CASMailbox, select: [EwsEnabled], organization: { config: { cmdlet: Get-OrganizationConfig, select: [EwsEnabled] } }',
    columns: '{ A: organization.config.EwsEnabled }',
  }),
  'highlights and a unit': reportFile({
    more: `unit: master category
types: { Category: { enum: [red, blue] } }
highlights:
  - { title: Red, when: { Category: { const: red }, MailboxName: { pattern: '^a' } } }
  - title: Other
    when: { Category: { not: { const: red } } }
    columns: [Category]`,
  }),
  'a name of its rows': reportFile({ more: 'rows: value\nitem: Category' }),
  'a name of its rows in two columns': reportFile({
    columns: '{ Who: a, What: b, Since: c }',
    more: 'rows: value\nitem: [Who, What]',
  }),
  'a query in one text': reportFile({ query: '$top=100&$select=id&startDateTime=2026-01-01' }),
  'the user itself': reportFile({ path: "''", query: '{ $select: accountEnabled }' }),
  'two permissions': reportFile({ permission: '[User.Read.All, AuditLog.Read.All]' }),
  'only the first page': reportFile({ request: '{ path: messages, first-page-only: true, query: $top=1 }' }),
  'a query for children': reportFile({ children: "{ path: 'a/{id}', query: { $select: id } }" }),
  'version v1.0': reportFile({ request: '{ path: a, version: v1.0 }' }),
  'version beta': reportFile({ request: '{ path: a, version: beta }' }),
  'a permission with a hyphen': reportFile({ permission: 'User-Mail.ReadWrite.All' }),
  'a permission with a small letter': reportFile({ permission: 'eDiscovery.Read.All' }),
  'a path with a function': reportFile({ path: "drive/root:/a%20b:/children/getByPath(path='x')" }),
  'a path with a dot': reportFile({ path: 'a.b/c' }),
  'a path with an encoded #': reportFile({ path: 'a%23b' }),
  'a path that begins like another': reportFile({ path: 'messages/usersx/metadata' }),
  'a children path of a function': reportFile({ children: '{ path: "f(id=\'{id}\')" }' }),
  'the source graph': `source: graph\n${reportFile()}`,
  'Exchange Online': exchangeFile({ permission: 'Exchange.ManageAsApp' }),
  'a cmdlet for each mailbox': exchangeFile({
    request: `${RULES}, parameters: { IncludeHidden: true }, per-mailbox: true`,
    columns: '{ Rule: Name }',
    more: "rows: value[?Name != 'a']",
  }),
  'a listed cmdlet for each mailbox': exchangeFile({
    request: 'cmdlet: Get-CASMailbox, select: [PopEnabled], per-mailbox: "true", parameters: {}',
  }),
  "a cmdlet with Microsoft's own trustees": exchangeFile({
    request: 'cmdlet: Get-MailboxPermission, select: [User]',
    columns: '{ Trustee: User }',
    more: 'rows: value\nsystem-trustees: true',
  }),
  'rows within an object': exchangeFile({
    request: 'cmdlet: Get-Mailbox, select: [InPlaceHolds]',
    columns: '{ Hold: hold }',
    more: 'rows: "InPlaceHolds[].{ hold: @ }"',
  }),
  'columns of many kinds': reportFile({
    columns: '{ "Größe in MB": a, "2026 so far": a, "-x": a, "a.b": "a.b", "C#": a }',
  }),
  'as many columns as there may be': reportFile({ columns: many(200) }),
  'the longest name': reportFile({ name: 'a'.repeat(64) }),
  'a name of digits': reportFile({ name: "'2026'" }),
  'a name that begins as a device': reportFile({ name: 'con-room' }),
};

/** Files with a mistake that both the schema and the reader report, with the problem from the reader. */
export const malformedFiles: Readonly<Record<string, readonly [text: string, problem: string]>> = {
  'a list': ['- a\n', '1:1 The file must be a mapping'],
  'a text': ['a\n', '1:1 The file must be a mapping'],
  'an unknown key': [reportFile({ more: 'colums: {}' }), '5:1 "colums" is not one of the keys here.'],
  'compare without columns': [reportFile({ more: 'compare: {}' }), '5:10 "compare.ignore" is missing.'],
  'a highlight without a condition': [
    reportFile({ more: 'highlights: [{ title: Red }]' }),
    '5:14 "highlights[0].when" is missing.',
  ],
  'a highlight whose condition is empty': [
    reportFile({ more: 'highlights: [{ title: Red, when: {} }]' }),
    '5:34 "highlights[0].when" names no column.',
  ],
  'a highlight whose condition is no schema': [
    reportFile({ more: 'highlights: [{ title: Red, when: { Category: red } }]' }),
    '5:46 "highlights[0].when.Category" must be a JSON Schema, not text.',
  ],
  'a highlight with an unknown key': [
    reportFile({ more: 'highlights: [{ title: Red, when: { Category: { const: red } }, severity: error }]' }),
    '5:64 "severity" is not one of the keys in "highlights[0]".',
  ],
  'a name of rows without rows': [
    reportFile({ more: 'item: Category' }),
    '5:7 "item" names rows, and the report has one row a mailbox.',
  ],
  'a name of rows without a column': [reportFile({ more: 'rows: value\nitem: []' }), '6:7 "item" has no column.'],
  'a unit that is a list': [reportFile({ more: 'unit: [a, b]' }), '5:7 "unit" must be text, not a list.'],
  'no name': [reportFile({ name: undefined }), '1:1 "name" is missing.'],
  'no request': [reportFile({ request: undefined }), '1:1 "request" is missing.'],
  'no columns': [reportFile({ columns: undefined }), '1:1 "columns" is missing.'],
  'a number as name': [reportFile({ name: '2026' }), '1:7 "name" must be text, not a number.'],
  'a list as name': [reportFile({ name: '[a]' }), '1:7 "name" must be text, not a list.'],
  'capitals in the name': [reportFile({ name: 'MyReport' }), '1:7 "name" cannot be "MyReport".'],
  'a slash in the name': [reportFile({ name: '../x' }), '1:7 "name" cannot be "../x".'],
  'two hyphens in the name': [reportFile({ name: 'a--b' }), '1:7 "name" cannot be "a--b".'],
  'a name that is too long': [reportFile({ name: 'a'.repeat(65) }), '1:7 "name" cannot be "a'],
  'a device as name': [reportFile({ name: 'con' }), '1:7 "name" cannot be "con".'],
  'another device as name': [reportFile({ name: 'lpt1' }), '1:7 "name" cannot be "lpt1".'],
  'a built-in name': [reportFile({ name: 'mailbox-settings' }), '1:7 "name" cannot be "mailbox-settings".'],
  'a taken name': [reportFile({ name: 'violations' }), '1:7 "name" cannot be "violations".'],
  'the name of the file about applications': [
    reportFile({ name: 'applications-of-tenant' }),
    '1:7 "name" cannot be "applications-of-tenant".',
  ],
  'a permission in small letters': [
    reportFile({ permission: 'mail.read' }),
    '2:13 "permission" cannot be "mail.read".',
  ],
  'a permission of one word': [reportFile({ permission: 'Mail' }), '2:13 "permission" cannot be "Mail".'],
  'an empty list of permissions': [reportFile({ permission: '[]' }), '2:13 "permission" has no permission.'],
  'a list with a word that is no permission': [
    reportFile({ permission: '[User.Read.All, mail]' }),
    '2:29 "permission[1]" cannot be "mail".',
  ],
  'first-page-only of another word': [
    reportFile({ request: '{ path: a, first-page-only: first }' }),
    '2:38 "request.first-page-only" cannot be "first".',
  ],
  'two permissions in one text': [reportFile({ permission: 'Mail.Read User.Read' }), '2:13 "permission" cannot be'],
  'a request of text': [reportFile({ request: 'outlook' }), '2:10 "request" must be a mapping'],
  'a request without a path': [reportFile({ request: '{ version: beta }' }), '2:10 "request.path" is missing.'],
  'an unknown key of the request': [
    reportFile({ request: '{ path: a, pth: b }' }),
    '2:21 "pth" is not one of the keys',
  ],
  'a version that is a number': [
    reportFile({ request: '{ path: a, version: 1.0 }' }),
    '2:30 "request.version" cannot be "1.0".',
  ],
  'another version': [
    reportFile({ request: '{ path: a, version: v2.0 }' }),
    '2:30 "request.version" cannot be "v2.0".',
  ],
  'no value for the path': [reportFile({ path: '' }), '"request.path" has no value.'],
  'a path from the root': [reportFile({ path: '/mailboxSettings' }), '3:9 "request.path" begins with a slash.'],
  'a path with the users': [reportFile({ path: 'users/x/messages' }), '3:9 "request.path" begins with "users/x/".'],
  'a path with me': [reportFile({ path: 'me/messages' }), '3:9 "request.path" begins with "me/".'],
  'a path with a version': [
    reportFile({ path: 'v1.0/users/x/messages' }),
    '3:9 "request.path" begins with "v1.0/users/x/".',
  ],
  'a path that climbs': [
    reportFile({ path: '../other/messages' }),
    '3:9 "request.path" has the relative segment "..".',
  ],
  'a path that climbs further in': [
    reportFile({ path: 'a/../../b' }),
    '3:9 "request.path" has the relative segment "..".',
  ],
  'a path that stays': [reportFile({ path: 'a/./b' }), '3:9 "request.path" has the relative segment ".".'],
  'a path that climbs encoded': [
    reportFile({ path: 'a/%2e%2E/b' }),
    '3:9 "request.path" has the relative segment "%2e%2E".',
  ],
  'a path that climbs half encoded': [
    reportFile({ path: '.%2e/b' }),
    '3:9 "request.path" has the relative segment ".%2e".',
  ],
  'an encoded slash': [reportFile({ path: 'a%2Fb' }), '3:9 "request.path" has an encoded character in "a%2Fb"'],
  'an encoded backslash': [reportFile({ path: 'a%5cb' }), '3:9 "request.path" has an encoded character in "a%5cb"'],
  'a doubly encoded dot': [
    reportFile({ path: 'a/%252e%252e/b' }),
    '3:9 "request.path" has an encoded character in "%252e%252e"',
  ],
  'an encoded line break': [reportFile({ path: 'a%0d%0ab' }), '3:9 "request.path" has an encoded character'],
  'a broken encoding': [reportFile({ path: 'a%zz' }), '3:9 "request.path" has an invalid percent-encoding'],
  'a backslash': [reportFile({ path: 'a\\b' }), '3:9 "request.path" contains a backslash.'],
  'two slashes': [reportFile({ path: 'a//b' }), '3:9 "request.path" has an empty segment.'],
  'a slash at the end': [reportFile({ path: 'a/' }), '3:9 "request.path" has an empty segment.'],
  'a host': [reportFile({ path: '//evil.example/a' }), '3:9 "request.path" is a complete URL.'],
  'an address': [reportFile({ path: 'https://graph.microsoft.com/v1.0/me' }), '3:9 "request.path" is a complete URL.'],
  'a query in the path': [reportFile({ path: 'messages?$top=1' }), '3:9 "request.path" contains a query.'],
  'a fragment in the path': [reportFile({ path: '"a#b"' }), '3:9 "request.path" contains a #.'],
  'a system resource': [reportFile({ path: 'photo/$value' }), '3:9 "request.path" names "$value", which has no rows.'],
  'an encoded system resource': [reportFile({ path: 'messages/%24count' }), '3:9 "request.path" names "%24count"'],
  'a batch': [reportFile({ path: '$batch' }), '3:9 "request.path" names "$batch"'],
  'a letter that is not ASCII': [reportFile({ path: 'schlüssel' }), '3:9 "request.path" contains "ü", which is not'],
  'a blank in the path': [reportFile({ path: 'a b' }), '3:9 "request.path" contains " ", which is not'],
  'a blank behind the path': [reportFile({ path: "'a '" }), '3:9 "request.path" begins or ends with a blank.'],
  'a path that is too long': [reportFile({ path: 'a'.repeat(1001) }), '3:9 "request.path" is longer than'],
  'an id in the path': [reportFile({ path: "'mailFolders/{id}'" }), '3:9 "request.path" contains braces.'],
  'children without a path': [reportFile({ children: '{ when: a }' }), '4:13 "request.children.path" is missing.'],
  'children without an id': [reportFile({ children: '{ path: a/b }' }), '4:21 "request.children.path" has no "{id}".'],
  'children with two ids': [
    reportFile({ children: "{ path: 'a/{id}/{id}' }" }),
    '4:21 "request.children.path" has more than one',
  ],
  'children that climb': [
    reportFile({ children: "{ path: '{id}/../..' }" }),
    '4:21 "request.children.path" has the relative segment',
  ],
  'children that are filled in by more': [
    reportFile({ children: "{ path: '{mailbox}/{id}' }" }),
    '4:21 "request.children.path" contains braces.',
  ],
  'a query that is a list': [reportFile({ query: '[a]' }), '4:10 "request.query" must be a mapping'],
  'a query with a question mark': [reportFile({ query: "'?$top=1'" }), '4:10 "request.query" is no query.'],
  'a query with a broken encoding': [reportFile({ query: 'a=%zz' }), '4:10 "request.query" is no query.'],
  'an option that holds a list': [
    reportFile({ query: '{ $select: [a] }' }),
    '4:21 "request.query.$select" must be text',
  ],
  'an option without a value': [reportFile({ query: '{ $select: }' }), '"request.query.$select" has no value.'],
  'an unknown option': [reportFile({ query: '{ $topp: 1 }' }), '4:12 The option "$topp" is unknown.'],
  'an option without its dollar': [reportFile({ query: '{ top: 1 }' }), '4:12 The option "top" is unknown.'],
  'a page of another': [reportFile({ query: '{ $skiptoken: x }' }), '4:12 The option "$skiptoken" is unknown.'],
  'an option with an ampersand': [reportFile({ query: '{ "a&b": x }' }), '4:12 The option "a&b" is unknown.'],
  'too large a page': [reportFile({ query: '{ $top: 1001 }' }), '4:18 "$top" cannot be "1001".'],
  'no page': [reportFile({ query: '{ $top: 0 }' }), '4:18 "$top" cannot be "0".'],
  'half a page': [reportFile({ query: '{ $top: 1.5 }' }), '4:18 "$top" cannot be "1.5".'],
  'a page of a word': [reportFile({ query: '{ $top: all }' }), '4:18 "$top" cannot be "all".'],
  'a count of another word': [reportFile({ query: '{ $count: 1 }' }), '4:20 "$count" cannot be "1".'],
  'a skip backwards': [reportFile({ query: '{ $skip: -1 }' }), '4:19 "$skip" cannot be "-1".'],
  'rows that are a list': [reportFile({ more: 'rows: [value]' }), '5:7 "rows" must be text, not a list.'],
  'rows that are empty': [reportFile({ more: 'rows:' }), '5:6 "rows" has no value.'],
  'columns that are a list': [reportFile({ columns: '[a]' }), '4:10 "columns" must be a mapping'],
  'columns that are none': [reportFile({ columns: '{}' }), '4:10 "columns" has no column.'],
  'too many columns': [reportFile({ columns: many(201) }), '4:10 There are more than 200 columns.'],
  'a column that is a number': [reportFile({ columns: '{ A: 1 }' }), '4:15 "columns.A" must be text, not a number.'],
  'an expression that is too long': [
    reportFile({ columns: `{ A: ${'a'.repeat(4001)} }` }),
    '4:15 "columns.A" is longer than',
  ],
  'a column without a name': [reportFile({ columns: "{ '': a }" }), '4:12 A column cannot be called "".'],
  'a column of blanks': [reportFile({ columns: "{ ' ': a }" }), '4:12 A column cannot be called " ".'],
  'a column between blanks': [reportFile({ columns: "{ 'A ': a }" }), '4:12 A column cannot be called "A ".'],
  'a column with a line break': [
    reportFile({ columns: '{ "A\\nB": a }' }),
    '4:12 A column cannot be called "A\\u{a}B".',
  ],
  'a column that is too long': [
    reportFile({ columns: `{ ${'A'.repeat(101)}: a }` }),
    '4:12 A column cannot be called "AA',
  ],
  'a column called by a number': [reportFile({ columns: '{ 2026: a }' }), '4:12 A column cannot be called "2026".'],
  'a reserved column': [reportFile({ columns: '{ Status: a }' }), '4:12 A column cannot be called "Status".'],
  'the column of the mailbox': [
    reportFile({ columns: '{ MailboxName: a }' }),
    '4:12 A column cannot be called "MailboxName".',
  ],
  'another source': [`source: exchnge\n${reportFile()}`, '1:9 "source" cannot be "exchnge".'],
  'a path in Exchange Online': [
    exchangeFile({ request: 'path: mailboxSettings' }),
    '3:12 "path" is not one of the keys in "request".',
  ],
  'a cmdlet in Graph': [
    reportFile({ request: '{ cmdlet: Get-CASMailbox, select: [PopEnabled] }' }),
    '2:10 "request" has a cmdlet.',
  ],
  'a listing without a match': [reportFile({ request: '{ listing: users }' }), '2:10 "request.match" is missing.'],
  'a listing with a path': [
    reportFile({ request: '{ listing: users, match: id, path: mailboxSettings }' }),
    '2:39 "path" is not one of the keys in "request".',
  ],
  'a listing of a user': [
    reportFile({ request: '{ listing: users/a@b.c/messages, match: id }' }),
    '2:21 "request.listing" begins with "users/a@b.c/".',
  ],
  'a match that is an expression': [
    reportFile({ request: "{ listing: users, match: 'mail || id' }" }),
    '2:35 "request.match" cannot be "mail || id".',
  ],
  'another word for absent': [
    reportFile({ request: '{ listing: users, match: id, absent: empty }' }),
    '2:47 "request.absent" cannot be "empty".',
  ],
  'a folder without its mailbox': [
    exchangeFile({
      request: 'cmdlet: Get-MailboxCalendarFolder, select: [PublishEnabled], parameters: { Identity: Calendar }',
      columns: '{ A: PublishEnabled }',
    }),
    '3:97 "request.parameters.Identity" names no folder.',
  ],
  'settings of the organization by a listing': [
    exchangeFile({
      request:
        'cmdlet: Get-CASMailbox, select: [PopEnabled], organization: { a: { cmdlet: Get-Mailbox, select: [A] } }',
    }),
    '3:87 "request.organization.a.cmdlet" cannot be "Get-Mailbox".',
  ],
  'settings of the organization beside many rows': [
    exchangeFile({
      request: `${RULES}, organization: { a: { cmdlet: Get-TransportConfig, select: [A] } }`,
      columns: '{ A: Name }',
      more: 'rows: value',
    }),
    '5:7 "rows" cannot be used with "organization".',
  ],
  'no cmdlet': [exchangeFile({ request: 'select: [PopEnabled]' }), '3:10 "request.cmdlet" is missing.'],
  'nothing selected': [exchangeFile({ request: 'cmdlet: Get-CASMailbox' }), '3:10 "request.select" is missing.'],
  'a cmdlet that does not exist': [
    exchangeFile({ request: 'cmdlet: Get-CASMailboxes, select: [PopEnabled]' }),
    '3:20 "request.cmdlet" cannot be "Get-CASMailboxes".',
  ],
  'a cmdlet that writes': [
    exchangeFile({ request: 'cmdlet: Set-CASMailbox, select: [PopEnabled]' }),
    '3:20 "request.cmdlet" cannot be "Set-CASMailbox".',
  ],
  'a cmdlet about the organization': [
    exchangeFile({ request: 'cmdlet: Get-TransportConfig, select: [PopEnabled]' }),
    '3:20 "request.cmdlet" cannot be "Get-TransportConfig".',
  ],
  'two commands in one': [
    exchangeFile({ request: "cmdlet: 'Get-CASMailbox; Remove-Mailbox', select: [PopEnabled]" }),
    '3:20 "request.cmdlet" cannot be "Get-CASMailbox; Remove-Mailbox".',
  ],
  'a parameter of another cmdlet': [
    exchangeFile({ request: 'cmdlet: Get-CASMailbox, select: [PopEnabled], parameters: { IncludeHidden: true }' }),
    '3:72 "IncludeHidden" cannot be a parameter here.',
  ],
  'an identity': [
    exchangeFile({ request: "cmdlet: Get-CASMailbox, select: [PopEnabled], parameters: { Identity: '' }" }),
    '3:72 "Identity" cannot be a parameter here.',
  ],
  'a mailbox': [
    exchangeFile({
      request: `${RULES}, parameters: { Mailbox: a@b.c }`,
      columns: '{ Rule: Name }',
      more: 'rows: value',
    }),
    '3:65 "Mailbox" cannot be a parameter here.',
  ],
  'a switch of another word': [
    exchangeFile({
      request: `${RULES}, parameters: { IncludeHidden: yes }`,
      columns: '{ A: Name }',
      more: 'rows: value',
    }),
    '3:80 "request.parameters.IncludeHidden" cannot be "yes".',
  ],
  'nothing to select': [
    exchangeFile({ request: 'cmdlet: Get-CASMailbox, select: []', columns: '{ A: "`1`" }' }),
    '3:44 "request.select" has no property.',
  ],
  'a property of two words': [
    exchangeFile({ request: 'cmdlet: Get-CASMailbox, select: [PopEnabled, "Identity,Name"]' }),
    '3:57 "request.select[1]" cannot be "Identity,Name".',
  ],
  'a cmdlet that cannot list': [
    exchangeFile({ request: `${RULES}, per-mailbox: false`, columns: '{ A: Name }', more: 'rows: value' }),
    '3:64 Get-InboxRule must run for each mailbox',
  ],
  'system trustees of another cmdlet': [
    exchangeFile({ request: RULES, columns: '{ A: Name }', more: 'rows: value\nsystem-trustees: true' }),
    '6:18 "system-trustees" has no effect here.',
  ],
  'several objects without rows': [
    exchangeFile({ request: RULES, columns: '{ A: Name }' }),
    '1:1 "rows" is missing: Get-InboxRule returns several objects',
  ],
  'a permission of Graph in Exchange Online': [
    exchangeFile({ permission: 'MailboxSettings.Read' }),
    '3:13 "permission" cannot be "MailboxSettings.Read".',
  ],
};
