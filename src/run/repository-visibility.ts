import { readFile } from 'node:fs/promises';
import { request, type Dispatcher } from 'undici';
import { isConfidential } from '../http/secure-url.ts';
import { jsonOrUndefined, property } from '../json.ts';
import { listed } from '../text/numbers.ts';
import type { OutputInputs } from './inputs.ts';
import type { StepEnvironment } from './runner.ts';

const TIMEOUT_MS = 5_000;

/**
 * Whether the workflow's repository is public: then everybody can see the summary, the annotations and the log of its runs,
 * and, with a GitHub account, the artifacts. The event that started the run contains the visibility, except for a schedule:
 * then a request to GitHub is sent without a token, since only public repositories are visible without one. False if unknown. Never rejects.
 */
export async function isPublicRepository(
  { eventFile, apiUrl, serverUrl, repository }: StepEnvironment,
  { dispatcher, signal }: { readonly dispatcher: Dispatcher; readonly signal: AbortSignal },
): Promise<boolean> {
  const inEvent = property(jsonOrUndefined(await readFile(eventFile, 'utf8').catch(() => '')), 'repository');
  const visibility = property(inEvent, 'visibility') ?? property(inEvent, 'private');
  if (visibility !== undefined) return visibility === 'public' || visibility === false;
  if (!/^[\w.-]+\/[\w.-]+$/.test(repository)) return false;
  const statusOf = async (method: 'GET' | 'HEAD', address: string): Promise<number | undefined> => {
    const url = URL.parse(address);
    if (url === null || !isConfidential(url)) return undefined;
    try {
      const { statusCode, body } = await request(url, {
        method,
        dispatcher,
        headers: { 'user-agent': 'mailbox-report', accept: 'application/vnd.github+json, text/html' },
        signal: AbortSignal.any([signal, AbortSignal.timeout(TIMEOUT_MS)]),
      });
      await body.dump();
      return statusCode;
    } catch {
      return undefined;
    }
  };
  const status = await statusOf('GET', `${apiUrl}/repos/${repository}`);
  // The API limits anonymous requests by address, and hosted runners share theirs; the repository's web page does not.
  if (status !== 403 && status !== 429) return status === 200;
  return (await statusOf('HEAD', `${serverUrl}/${repository}`)) === 200;
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
