import { mkdir, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { isGlob } from '../files/workspace.ts';
import { GitHubError, type GitHubAnswer } from '../github/client.ts';
import type { Repository } from '../github/repository.ts';
import { textIn, type Json } from '../json.ts';

/** Files that globs may name. */
const MAX_FILES = 1_000;
/** Folders that are listed for them. */
const MAX_FOLDERS = 100;

/** Where the files of a commit are. */
export interface CommitPlace {
  /** Its token needs `contents: read`. */
  readonly repository: Repository;
  /** SHA of the commit. */
  readonly commit: string;
}

/** Reads files of a commit by GitHub's API, without a checkout. */
export class CommitFiles {
  readonly #place: CommitPlace;

  private constructor(place: CommitPlace) {
    this.#place = place;
  }

  /** Rejects as GitHub does if the token may not read the commit. */
  static async open(place: CommitPlace): Promise<CommitFiles> {
    const files = new CommitFiles(place);
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
    const raw = await this.#answer(name, 'application/vnd.github.raw+json');
    return raw && Buffer.from(raw.text, 'utf8');
  }

  /** What GitHub has at a path: a file, or the entries of a folder; undefined if there is nothing. */
  async #contents(name: string): Promise<Json | undefined> {
    return (await this.#answer(name))?.json;
  }

  async #answer(name: string, accept?: string): Promise<GitHubAnswer | undefined> {
    const { repository, commit } = this.#place;
    const steps = name.split('/').map(encodeURIComponent).join('/');
    const request = accept === undefined ? {} : { accept };
    const answer = await repository.send(`/contents/${steps}?ref=${encodeURIComponent(commit)}`, request);
    if (name !== '' && answer.status === 404) return undefined;
    if (answer.status !== 200) throw new GitHubError(answer);
    return answer;
  }
}
