import { readFile } from 'node:fs/promises';
import { within } from '../http/machine.ts';
import { GitHub } from '../github/client.ts';
import { jsonOrUndefined, property } from '../json.ts';
import { listed } from '../text/numbers.ts';
import type { OutputInputs } from './inputs.ts';
import type { Network, StepEnvironment } from './runner.ts';
import { workflowRepository } from './workflow-repository.ts';

const TIMEOUT_MS = 5_000;

/**
 * Whether the workflow's repository is public: then everybody can see the summary, the annotations and the log of its runs,
 * and, with a GitHub account, the artifacts. The event that started the run contains the visibility, except for a schedule:
 * then a request to GitHub is sent without a token, since only public repositories are visible without one. False if unknown. Never rejects.
 */
export async function isPublicRepository(step: StepEnvironment, network: Network): Promise<boolean> {
  const { eventFile, serverUrl, repository: name } = step;
  const inEvent = property(jsonOrUndefined(await readFile(eventFile, 'utf8').catch(() => '')), 'repository');
  const visibility = property(inEvent, 'visibility') ?? property(inEvent, 'private');
  if (visibility !== undefined) return visibility === 'public' || visibility === false;
  const status = await within(TIMEOUT_MS, network, (signal) =>
    statusOf(workflowRepository(step, { ...network, signal }, undefined)?.send('', { once: true })),
  );
  // The API limits anonymous requests by address, and hosted runners share theirs; the repository's web page does not.
  if (status !== 403 && status !== 429) return status === 200;
  const ofPage = await within(TIMEOUT_MS, network, (signal) => {
    const pages = GitHub.at({ ...network, signal, url: serverUrl, token: undefined });
    return statusOf(pages?.send(`/${name}`, { method: 'HEAD', accept: 'text/html', once: true }));
  });
  return ofPage === 200;
}

/** Undefined without a response. */
async function statusOf(response: Promise<{ readonly status: number }> | undefined): Promise<number | undefined> {
  try {
    return (await response)?.status;
  } catch {
    return undefined;
  }
}

/** Which parts of a run show mailboxes to everybody, and how to hide them; undefined if none does. */
export function visibilityWarning({
  summary,
  artifactName,
}: Pick<OutputInputs, 'summary' | 'artifactName'>): string | undefined {
  const isFull = summary === 'full';
  const uploads = artifactName !== undefined;
  if (!isFull && !uploads) return undefined;
  const places = [...(isFull ? ['the job summary', 'the annotations'] : []), ...(uploads ? ['the artifact'] : [])];
  const settings = [
    ...(isFull ? ['"summary" to "counts"'] : []),
    ...(uploads ? ['"artifact-name" to an empty text'] : []),
  ];
  return (
    `This repository is public: everybody can see ${listed(places, 'and')}, which ${isFull ? 'name' : 'names'} mailboxes. ` +
    `Set ${settings.join(' and ')} to hide them, or move the workflow to a private repository.`
  );
}
