import type { Cloud } from '../../../auth/clouds.ts';

/** https://learn.microsoft.com/graph/deployments names the portals, 21Vianet that of Azure only. */
const PORTALS: Readonly<Record<Cloud, string>> = {
  global: 'https://entra.microsoft.com',
  usgov: 'https://entra.microsoft.us',
  'usgov-dod': 'https://entra.microsoft.us',
  china: 'https://portal.azure.cn',
};

/** Links to objects in the admin center of a cloud. */
export class EntraPortal {
  readonly #url: string;

  constructor(cloud: Cloud) {
    this.#url = PORTALS[cloud];
  }

  application(appId: string): string {
    return this.#registration('Overview', appId);
  }

  permissions(appId: string): string {
    return this.#registration('CallAnAPI', appId);
  }

  credentials(appId: string): string {
    return this.#registration('Credentials', appId);
  }

  principal(objectId: string, appId: string): string {
    return `${this.#url}/#view/Microsoft_AAD_IAM/ManagedAppMenuBlade/~/Overview/objectId/${objectId}/appId/${appId}`;
  }

  #registration(page: string, appId: string): string {
    return `${this.#url}/#view/Microsoft_AAD_RegisteredApps/ApplicationMenuBlade/~/${page}/appId/${appId}`;
  }
}
