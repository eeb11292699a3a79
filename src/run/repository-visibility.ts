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
  const visible = await visibilityInEvent(eventFile);
  if (visible !== undefined) return visible;
  if (!/^[\w.-]+\/[\w.-]+$/.test(repository)) return false;
  const ask = (method: 'GET' | 'HEAD', address: string) => statusOf(method, address, { dispatcher, signal });
  const status = await ask('GET', `${apiUrl}/repos/${repository}`);
  // The API limits anonymous requests by address, and hosted runners share theirs; the repository's web page does not.
  if (status === 403 || status === 429) return (await ask('HEAD', `${serverUrl}/${repository}`)) === 200;
  return status === 200;
}

/** Undefined if there is no response: the report does not depend on it. */
async function statusOf(
  method: 'GET' | 'HEAD',
  address: string,
  { dispatcher, signal }: { readonly dispatcher: Dispatcher; readonly signal: AbortSignal },
): Promise<number | undefined> {
  const url = URL.parse(address);
  if (url === null || !isConfidential(url)) return undefined;
  try {
    const { statusCode, body } = await request(url, {
      method,
      dispatcher,
      headers: { 'user-agent': 'mailbox-report', accept: 'application/vnd.github+json, text/html' },
      headersTimeout: TIMEOUT_MS,
      bodyTimeout: TIMEOUT_MS,
      signal: AbortSignal.any([signal, AbortSignal.timeout(TIMEOUT_MS)]),
    });
    await body.dump();
    return statusCode;
  } catch {
    return undefined;
  }
}

async function visibilityInEvent(file: string): Promise<boolean | undefined> {
  if (file === '') return undefined;
  try {
    const repository = property(jsonOrUndefined(await readFile(file, 'utf8')), 'repository');
    const visibility = property(repository, 'visibility');
    if (typeof visibility === 'string') return visibility === 'public';
    const isPrivate = property(repository, 'private');
    return typeof isPrivate === 'boolean' ? !isPrivate : undefined;
  } catch {
    return undefined;
  }
}

/** Which parts of a run show mailboxes to everybody, and how to hide them; undefined if none does. */
export function visibilityWarning({
  summary,
  artifactName,
}: Pick<OutputInputs, 'summary' | 'artifactName'>): string | undefined {
  const uploads = artifactName !== undefined;
  const shown = [
    ...(summary === 'full' ? ['the job summary', 'the annotations'] : []),
    ...(uploads ? ['the artifact'] : []),
  ];
  if (shown.length === 0) return undefined;
  const hide = [
    ...(summary === 'full' ? ['"summary" to "counts"'] : []),
    ...(uploads ? ['"artifact-name" to an empty text'] : []),
  ];
  return (
    `This repository is public: everybody can see ${listed(shown, 'and')}, which ${summary === 'full' ? 'name' : 'names'} mailboxes. ` +
    `Set ${hide.join(' and ')} to hide them, or move the workflow to a private repository.`
  );
}
