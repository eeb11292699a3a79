import { createHash } from 'node:crypto';

export const GRAPH_APP_ID = '00000003-0000-0000-c000-000000000000';
export const EXCHANGE_APP_ID = '00000002-0000-0ff1-ce00-000000000000';

/** https://learn.microsoft.com/graph/permissions-reference */
const GRAPH_ROLES: Readonly<Record<string, string>> = {
  'Application.Read.All': '9a5d68dd-52b0-4cc2-bd40-abcf44ac3a30',
  'AuditLog.Read.All': 'b0afded3-3588-46d8-8b3d-9842eff778da',
  'AuditLogsQuery-Exchange.Read.All': '6b0d2622-d34e-4470-935b-b96550e5ca8d',
  'Calendars.Read': '798ee544-9d2d-430c-a058-570e29e34338',
  'Calendars.ReadBasic.All': '8ba4a692-bc31-4128-9094-475872af8a53',
  'Calendars.ReadWrite': 'ef54d2bf-783f-4e0f-bca1-3210c0444d99',
  'Contacts.Read': '089fe4d0-434a-44c5-8827-41ba8a0b17f5',
  'Contacts.ReadWrite': '6918b873-d17a-4dc1-b314-35f528134491',
  'Device.Read.All': '7438b122-aefc-4978-80ed-43db9fcc7715',
  'Directory.Read.All': '7ab1d382-f21e-4acd-a863-ba3e13f7da61',
  'Domain.Read.All': 'dbb9058a-0e50-45d7-ae91-66909b5d4664',
  'GroupMember.Read.All': '98830695-27a2-44f7-8c18-0c3ebc9698f6',
  'LicenseAssignment.Read.All': 'e2f98668-2877-4f38-a2f4-8202e0717aa1',
  'Mail.Read': '810c84a8-4a9e-49e6-bf7d-12d183f40d01',
  'Mail.ReadBasic': '6be147d2-ea4f-4b5a-a3fa-3eab6f3c140a',
  'Mail.ReadBasic.All': '693c5e45-0940-467d-9b8a-1022fb9d42ef',
  'Mail.ReadWrite': 'e2a3a72e-5f79-4c64-b1b1-878b674786c9',
  'Mail.Send': 'b633e1c5-b582-4048-a93e-9f11b44c7e96',
  'MailboxConfigItem.Read': '27d9d776-f4d2-426d-80ad-5f22f2b01b0a',
  'MailboxConfigItem.ReadWrite': 'aa6d92d4-b25a-4640-aefe-3e3231e5e736',
  'MailboxFolder.Read.All': '99280d24-a782-4793-93cc-0888549957f6',
  'MailboxFolder.ReadWrite.All': 'fef87b92-8391-4589-9da7-eb93dab7dc8a',
  'MailboxItem.Export.All': '937550e9-33a3-494b-88ae-d9cd394b1fbb',
  'MailboxItem.ImportExport.All': '76577085-e73d-4f1d-b26a-85fb33892327',
  'MailboxItem.Read.All': '7d9f353d-a7bd-4fbb-822a-26d5dd39a3ce',
  'MailboxItem.ReadWrite.All': '1583d471-fede-4e7c-b062-57e9d60cfb49',
  'MailboxSettings.Read': '40f97065-369a-49f4-947c-6a255697ae91',
  'MailboxSettings.ReadWrite': '6931bccd-447a-43d1-b442-00a195474933',
  'Organization.Read.All': '498476ce-e0fe-48b0-b801-37ba7e2685c6',
  'People.Read.All': 'b528084d-ad10-4598-8b93-929746b4d7d6',
  'ReportSettings.Read.All': 'ee353f83-55ef-4b78-82da-555bfa2b4b95',
  'Reports.Read.All': '230c1aed-a721-4c5d-9cb4-a90514e508ef',
  'Tasks.Read.All': 'f10e1f91-74ed-437f-a6fd-d6ae88e26c1f',
  'Tasks.ReadWrite.All': '44e666d1-d276-445b-a5fc-8815eeb81d55',
  'User.Read.All': 'df021288-bdef-4463-88db-98f22de89214',
  'User.ReadBasic.All': '97235f07-e226-4f63-ace3-39588e11d3a1',
  'UserAuthenticationMethod.Read.All': '38d9df27-64da-44fd-b7c5-a6fbac20248f',
};

/** Of the principal Office 365 Exchange Online, as public manifests have them. Some are IDs of Graph's too. */
const EXCHANGE_ROLES: Readonly<Record<string, string>> = {
  'Calendars.Read': '798ee544-9d2d-430c-a058-570e29e34338',
  'Calendars.Read.All': '2dfdc6dc-2fa7-4a2c-a922-dbd4f85d17be',
  'Calendars.ReadWrite.All': 'ef54d2bf-783f-4e0f-bca1-3210c0444d99',
  'Contacts.Read': '089fe4d0-434a-44c5-8827-41ba8a0b17f5',
  'Contacts.ReadWrite': '6918b873-d17a-4dc1-b314-35f528134491',
  'Exchange.ManageAsApp': 'dc50a0fb-09a3-484d-be87-e023b12c6440',
  'IMAP.AccessAsApp': '5e5addcd-3e8d-4e90-baf5-964efab2b20a',
  'Mail.Read': '810c84a8-4a9e-49e6-bf7d-12d183f40d01',
  'Mail.ReadWrite': 'e2a3a72e-5f79-4c64-b1b1-878b674786c9',
  'Mail.Send': 'b633e1c5-b582-4048-a93e-9f11b44c7e96',
  'Mailbox.Migration': 'f7264778-fba9-422d-8e9e-2675a2c4b513',
  'MailboxSettings.Read': 'd45fa9f8-36e5-4cd2-b601-b063c7cf9ac2',
  'MailboxSettings.ReadWrite': 'f9156939-25cd-4ba8-abfe-7fabcf003749',
  'POP.AccessAsApp': 'cb842b43-da6e-4506-86fe-bb12199c656d',
  full_access_as_app: 'dc890d15-9560-4a4c-9b7f-a736ec74ec40',
};

const ROLES: Readonly<Record<string, Readonly<Record<string, string>>>> = {
  [GRAPH_APP_ID]: GRAPH_ROLES,
  [EXCHANGE_APP_ID]: EXCHANGE_ROLES,
};

/** The app roles of an API by name, with their IDs. */
export function appRoles(resourceAppId: string): ReadonlyMap<string, string> {
  return new Map(Object.entries(ROLES[resourceAppId] ?? {}));
}

/** The ID of an app role. A role whose ID Microsoft has not published gets one that depends on its name. */
export function appRoleId(resourceAppId: string, name: string): string {
  return appRoles(resourceAppId).get(name) ?? guidOf(`${resourceAppId} ${name}`);
}

/** A GUID that depends on a text. */
export function guidOf(text: string): string {
  const hex = createHash('sha256').update(text).digest('hex');
  return `${hex.slice(0, 8)}-${hex.slice(8, 12)}-4${hex.slice(13, 16)}-8${hex.slice(17, 20)}-${hex.slice(20, 32)}`;
}
