import { hash } from 'node:crypto';
import { githubError, type GithubAnswer } from './repository-settings.ts';

/** Files by path. */
export type CommitFiles = Readonly<Record<string, string>>;

/** Bytes of a file whose content is in the answer. https://docs.github.com/rest/repos/contents#get-repository-content */
const MOST_CONTENT = 1024 * 1024;
/** Entries of a folder in an answer. */
const MOST_ENTRIES = 1_000;

/** The files of the commits of a repository. */
export class RepositoryContents {
  readonly #commits = new Map<string, CommitFiles>();

  /** Adds a commit. Returns its SHA. */
  add(files: CommitFiles): string {
    const sha = hash('sha1', `${this.#commits.size} ${JSON.stringify(files)}`);
    this.#commits.set(sha, files);
    return sha;
  }

  /** The answer to a request below `/contents`. `accept`: the header. */
  answer(path: string, ref: string | null, accept: string): GithubAnswer {
    const files = ref === null ? undefined : this.#commits.get(ref);
    if (files === undefined) return githubError(404, `No commit found for the ref ${ref ?? ''}`);
    const name = path.split('/').map(decodeURIComponent).filter(Boolean).join('/');
    const content = Object.hasOwn(files, name) ? files[name] : undefined;
    if (content !== undefined) return accept.includes('raw') ? rawFile(content) : file(name, content);
    const entries = entriesOf(files, name);
    return entries.length === 0 && name !== '' ? githubError(404, 'Not Found') : { status: 200, content: entries };
  }
}

function rawFile(text: string): GithubAnswer {
  return { status: 200, content: undefined, text, type: 'application/vnd.github.raw+json; charset=utf-8' };
}

function file(name: string, text: string): GithubAnswer {
  const bytes = Buffer.from(text);
  const isLarge = bytes.length > MOST_CONTENT;
  const encoding = isLarge ? 'none' : 'base64';
  // GitHub breaks base64 into lines of 60 characters.
  const content = isLarge ? '' : bytes.toString('base64').replace(/.{1,60}/g, '$&\n');
  return {
    status: 200,
    content: { type: 'file', name: lastStep(name), path: name, size: bytes.length, encoding, content },
  };
}

function entriesOf(files: CommitFiles, folder: string) {
  const start = folder === '' ? '' : `${folder}/`;
  const names = new Map<string, 'file' | 'dir'>();
  for (const name of Object.keys(files)) {
    if (!name.startsWith(start)) continue;
    const [step = '', ...further] = name.slice(start.length).split('/');
    names.set(step, further.length === 0 ? 'file' : 'dir');
  }
  return [...names].slice(0, MOST_ENTRIES).map(([name, type]) => ({ type, name, path: start + name }));
}

function lastStep(name: string): string {
  return name.split('/').at(-1) ?? '';
}
