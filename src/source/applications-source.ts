import type { ReadTenant } from '../applications/applications-reader.ts';
import { readApplications } from '../applications/tenant-applications.ts';
import type { Cloud } from '../auth/clouds.ts';
import { UserError } from '../errors.ts';
import type { Directory } from '../exchange/directory.ts';
import type { Warnings } from '../run/log.ts';
import type { Exchange } from './exchange-source.ts';
import type { Graph } from './graph-source.ts';

/** The services that say which applications reach the mailboxes of a run. */
export interface ApplicationsSource {
  readonly graph: Graph;
  readonly exchange: Exchange;
  readonly cloud: Cloud;
  readonly warnings: Warnings;
}

/** Reads the applications of the tenant, beside the mailboxes that Exchange lists. Rejects if the run is cancelled. */
export async function readTenant(
  { graph, exchange, cloud, warnings }: ApplicationsSource,
  directory: Directory,
): Promise<ReadTenant> {
  const notice = (message: string): void => {
    warnings.add(message);
  };
  const { runner, grants } = exchange;
  const hasSignIns = cloud === 'global';
  if (!hasSignIns) notice(`Microsoft does not list the sign-ins of applications in the cloud "${cloud}".`);
  const [tenant, isListed] = await Promise.all([
    readApplications({
      graph: graph.listing,
      readEach: (ids, query) => graph.reader(ids, [query]).read(),
      exchange: { runner, grants },
      hasSignIns,
      notice,
    }),
    areMailboxesListed(directory),
  ]);
  return {
    tenant,
    directory: {
      isListed: (position) => (isListed ? directory.has(position) : undefined),
      idsAt: (position) => directory.idsAt(position),
    },
  };
}

/** Whether Exchange lists the mailboxes of the tenant. Without them, applications with a scope are unknown. */
async function areMailboxesListed(directory: Directory): Promise<boolean> {
  try {
    await directory.mailboxes;
    return directory.refusalOf('Get-Mailbox') === undefined;
  } catch (error) {
    if (error instanceof UserError) return false;
    throw error;
  }
}
