import { request } from 'undici';
import { isConfidential } from '../http/secure-url.ts';
import { arrayOf, isText, objectOf } from '../files/json-shape.ts';
import type { Runner, StepEnvironment } from '../run/runner.ts';

const TIMEOUT_MS = 10_000;

/** https://docs.github.com/rest/actions/workflow-runs#get-the-review-history-for-a-workflow-run */
const isReviews = arrayOf(objectOf({ state: isText, user: objectOf({ login: isText }) }));

/**
 * Who approved environments of this workflow run on GitHub, which takes `actions: read`; undefined if that is not known. Sends one request,
 * and never rejects.
 *
 * @param token sent to GitHub's API alone
 */
export async function readApprovers(
  { apiUrl, repository, runId }: StepEnvironment,
  { dispatcher, signal }: Runner,
  token: string | undefined,
): Promise<readonly string[] | undefined> {
  const url = URL.parse(`${apiUrl}/repos/${repository}/actions/runs/${runId}/approvals`);
  const isRun = /^[\w.-]+\/[\w.-]+$/.test(repository) && /^\d+$/.test(runId);
  if (token === undefined || url === null || !isRun || !isConfidential(url)) return undefined;
  try {
    const { statusCode, body } = await request(url, {
      dispatcher,
      headers: {
        'user-agent': 'mailbox-report',
        accept: 'application/vnd.github+json',
        authorization: `Bearer ${token}`,
      },
      signal: AbortSignal.any([signal, AbortSignal.timeout(TIMEOUT_MS)]),
    });
    const reviews: unknown = JSON.parse(await body.text());
    if (statusCode !== 200 || !isReviews(reviews)) return undefined;
    const logins = reviews.filter(({ state }) => state === 'approved').map(({ user }) => user.login);
    return [...new Set(logins)];
  } catch {
    return undefined;
  }
}
