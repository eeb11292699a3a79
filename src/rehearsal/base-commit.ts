import { mkdir, writeFile } from 'node:fs/promises';
import path from 'node:path';
import type { Dispatcher } from 'undici';
import { connect, type Octokit } from '../compare/earlier-run.ts';
import { isGlob } from '../files/workspace.ts';
import { isRecord, textIn, type Json } from '../json.ts';

/** Files that globs may name. */
const MAX_FILES = 1_000;
/** Folders that are listed for them. */
const MAX_FOLDERS = 100;

/** Where the files of a commit are. */
export interface CommitPlace {
  /** The URL of GitHub's API. */
  readonly api: string;
  readonly owner: string;
  readonly repo: string;
  /** SHA of the commit. */
  readonly commit: string;
  /** Sent to GitHub's API alone; needs `contents: read`. */
  readonly token: string;
}

/** Reads files of a commit by GitHub's API, without a checkout. */
export class CommitFiles {
  readonly #octokit: Octokit;
  readonly #place: CommitPlace;

  private constructor(octokit: Octokit, place: CommitPlace) {
    this.#octokit = octokit;
    this.#place = place;
  }

  /** Rejects as GitHub does if the token may not read the commit. */
  static async open(
    place: CommitPlace,
    options: { readonly signal: AbortSignal; readonly dispatcher: Dispatcher },
  ): Promise<CommitFiles> {
    const files = new CommitFiles(await connect(place, options), place);
    await files.#contents('');
    return files;
  }

  /**
   * Writes the files that a path or glob names into a folder, at the same paths. Returns whether there is one. Rejects as GitHub and the
   * file system do.
   *
   * @param pattern relative to the root of the repository
   */
  async copy(pattern: string, folder: string): Promise<boolean> {
    const normal = path.posix.normalize(pattern.replaceAll('\\', '/')).replace(/^\//, '');
    if (normal === '..' || normal.startsWith('../')) return false;
    const names = isGlob(normal) ? await this.#matches(normal) : [normal];
    let isThere = false;
    for (const name of names) {
      const bytes = await this.#bytes(name);
      if (bytes === undefined) continue;
      isThere = true;
      const file = path.join(folder, ...name.split('/'));
      await mkdir(path.dirname(file), { recursive: true });
      await writeFile(file, bytes);
    }
    return isThere;
  }

  /** The files that a glob names, in the folders that it can reach. */
  async #matches(glob: string): Promise<readonly string[]> {
    const parts = glob.split('/');
    const fixedParts = parts.slice(0, parts.findIndex(isGlob));
    const isDeep = parts.includes('**');
    const folders = [fixedParts.join('/')];
    const names: string[] = [];
    for (let listed = 0; listed < folders.length; listed += 1) {
      if (listed === MAX_FOLDERS) throw new Error(`${glob} reaches more than ${MAX_FOLDERS} folders`);
      const content = await this.#contents(folders[listed] ?? '');
      for (const entry of Array.isArray(content) ? content : []) {
        const [type, name] = [textIn(entry, 'type'), textIn(entry, 'path')];
        if (type === 'file' && path.posix.matchesGlob(name, glob)) names.push(name);
        if (type === 'dir' && (isDeep || name.split('/').length < parts.length)) folders.push(name);
      }
      if (names.length > MAX_FILES) throw new Error(`${glob} names more than ${MAX_FILES} files`);
    }
    return names;
  }

  /** Undefined if the commit has no such file. */
  async #bytes(name: string): Promise<Uint8Array | undefined> {
    const content = await this.#contents(name);
    if (textIn(content, 'type') !== 'file') return undefined;
    if (textIn(content, 'encoding') === 'base64') return Buffer.from(textIn(content, 'content'), 'base64');
    // GitHub gives the content of a file above 1 MB only by itself. https://docs.github.com/rest/repos/contents
    const raw = await this.#contents(name, 'application/vnd.github.raw+json');
    return typeof raw === 'string' ? Buffer.from(raw, 'utf8') : undefined;
  }

  /** What GitHub has at a path: a file, the entries of a folder, or the text of a file; undefined if there is nothing. */
  async #contents(name: string, accept = 'application/vnd.github+json'): Promise<Json | undefined> {
    const { owner, repo, commit } = this.#place;
    const steps = name.split('/').map(encodeURIComponent).join('/');
    try {
      const response: { readonly data: Json } = await this.#octokit.request(
        `GET /repos/${owner}/${repo}/contents/${steps}`,
        { ref: commit, headers: { accept } },
      );
      return response.data;
    } catch (error) {
      if (name !== '' && isRecord(error) && error.status === 404) return undefined;
      throw error;
    }
  }
}
