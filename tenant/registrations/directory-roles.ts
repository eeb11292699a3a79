/** Template IDs. https://learn.microsoft.com/entra/identity/role-based-access-control/permissions-reference */
export const ADMINISTRATOR_ROLES = {
  'AI Administrator': 'd2562ede-74db-457e-a7b6-544e236ebb61',
  'Application Administrator': '9b895d92-2cd3-44c7-9d02-a6ac2d5ea5c3',
  'Application Developer': 'cf1c38e5-3621-4004-a7cb-879624dced7c',
  'Cloud Application Administrator': '158c047a-c907-4556-b7ef-446551a6b5f7',
  'Global Administrator': '62e90394-69f5-4237-9190-012177145e10',
  'Global Reader': 'f2ef992c-3afb-46b9-b7cf-a126ee74c451',
  'Privileged Role Administrator': 'e8611ab8-c189-46e8-94e1-60213ab1f814',
} as const;

export type AdministratorRole = keyof typeof ADMINISTRATOR_ROLES;
export const ADMINISTRATOR_ROLE_NAMES = Object.keys(ADMINISTRATOR_ROLES).filter(isAdministratorRole);

function isAdministratorRole(name: string): name is AdministratorRole {
  return Object.hasOwn(ADMINISTRATOR_ROLES, name);
}
