import { mkdirSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { request } from 'undici';
import { parseJson, property, textIn } from '../../../src/json.ts';
import type { Tenant } from '../../../tenant/tenant.ts';
import { unzipped } from '../zip.ts';

/**
 * Does what actions/download-artifact does: extracts an artifact of this run, by its ID, or of another one, by its name, which GitHub's
 * API has.
 */
export async function downloadArtifact(
  inputs: Readonly<Record<string, string>>,
  { tenant, run, workspace }: { readonly tenant: Tenant; readonly run: number; readonly workspace: string },
): Promise<void> {
  const {
    name = '',
    'artifact-ids': ids = '',
    'run-id': other = '',
    'github-token': token = '',
    path: folder = '',
  } = inputs;
  const isOwn = other === '' || other === String(run);
  if (isOwn !== (ids !== ''))
    throw new Error('an artifact of this run is downloaded by its ID, and another one by its name');
  const bytes = isOwn
    ? tenant.artifacts().find(({ id }) => String(id) === ids)?.bytes
    : await artifactOf(tenant, { path: `/actions/runs/${other}/artifacts?name=${encodeURIComponent(name)}`, token });
  if (bytes === undefined) throw new Error(`there is no artifact ${name}${ids}`);
  extract(bytes, path.resolve(workspace, folder));
}

/** The newest artifact of a list of GitHub's API; undefined if there is none. */
export async function artifactOf(
  { githubUrl }: Pick<Tenant, 'githubUrl'>,
  { path: below, token }: { readonly path: string; readonly token: string },
): Promise<Buffer | undefined> {
  const headers = { authorization: `Bearer ${token}`, 'user-agent': 'test' };
  const get = async (url: string) => {
    const response = await request(url, { headers: url.startsWith(githubUrl) ? headers : {} });
    return { ...response, bytes: Buffer.from(await response.body.arrayBuffer()) };
  };
  const listed = await get(`${githubUrl}/repos/contoso/mailboxes${below}`);
  if (listed.statusCode !== 200) throw new Error(listed.bytes.toString('utf8'));
  const artifacts = property(parseJson(listed.bytes.toString('utf8')), 'artifacts');
  const [newest] = Array.isArray(artifacts) ? artifacts : [];
  if (newest === undefined) return undefined;
  const { headers: answer } = await get(textIn(newest, 'archive_download_url'));
  return (await get(String(answer.location))).bytes;
}

/** Writes the files of an artifact into a folder. */
export function extract(archive: Buffer, folder: string): void {
  for (const [name, content] of unzipped(archive)) {
    const file = path.join(folder, name);
    mkdirSync(path.dirname(file), { recursive: true });
    writeFileSync(file, content);
  }
}
