import path from 'node:path';
import { clouds } from '../../auth/clouds.ts';
import { describeError, UserError } from '../../errors.ts';
import type { Environment } from '../../inputs.ts';
import { warn, type Job } from '../../job.ts';
import { uploadReport, type UploadedArtifact } from '../artifact.ts';
import { logText } from '../../runner/log.ts';
import type { SummaryFacts } from '../summary/facts.ts';
import type { Written } from '../../pipeline.ts';

export type Uploaded = UploadedArtifact & { readonly name: string };

/**
 * Writes the report page of a run, in place of one that stands there. Gives its path; undefined where none is asked for, or
 * where it could not be drawn, which is said and fails nothing: the report comes first. A disk that fails is an error of
 * the run, and given back.
 */
export async function writeReportPage(
  job: Job,
  { page, tally }: Written,
  summary: SummaryFacts,
): Promise<string | UserError | undefined> {
  if (page === undefined) return undefined;
  const { inputs, env, started, loadPageAssets } = job;
  const commit = commitPage(env);
  const facts = { summary, tally, when: started, cloud: cloudText(inputs), csvBom: inputs.csvBom };
  try {
    // Drawing takes a while to load, and a run without a page does without.
    const { writePage } = await import('./page.ts');
    await writePage(page, { ...facts, ...(commit === undefined ? {} : { commit }) }, await loadPageAssets());
    return page.path;
  } catch (error) {
    if (error instanceof UserError) return error;
    warn(job, `The report page could not be written: ${describeError(error)}. This is a bug in Mailbox Report.`);
    if (error instanceof Error && error.stack !== undefined) job.core.debug(logText(error.stack));
    return undefined;
  }
}

/**
 * Uploads the page once more, as an artifact of its own that a browser opens from its link. It stands in the other
 * artifact too: where it cannot be uploaded by itself, that is said and fails nothing.
 */
export async function uploadPage(job: Job, { folder, place }: Written, page: string): Promise<Uploaded | undefined> {
  const { inputs, env, deadline: signal, loadArtifactClient: loadClient } = job;
  const { retentionDays } = inputs;
  const name = path.basename(page);
  try {
    const options = { name, files: [page], rootDirectory: folder, place, retentionDays, env, signal, loadClient };
    return { name, ...(await uploadReport({ ...options, unzipped: true })) };
  } catch (error) {
    if (!(error instanceof UserError)) throw error;
    warn(job, `The report page can be opened from the artifact with all files alone: ${error.message}`);
    return undefined;
  }
}

/** The cloud by its name, with the address of Graph where that is another. */
function cloudText({ cloud, graphUrl }: Job['inputs']): string {
  return graphUrl === clouds[cloud].graphUrl ? cloud : `${cloud}, ${graphUrl}`;
}

/** The commit that the lists and the policy are of, and its page; undefined outside a workflow. */
function commitPage({ GITHUB_SERVER_URL: server, GITHUB_REPOSITORY: repository, GITHUB_SHA: sha }: Environment) {
  return server && repository && sha ? { sha, url: `${server}/${repository}/commit/${sha}` } : undefined;
}
