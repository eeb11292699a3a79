import { hash } from 'node:crypto';
import { objectIn, property } from './json.ts';
import { githubError, validationFailed, type GithubAnswer, type GithubRequest } from './repository-settings.ts';

/** Files by path. */
export type CommitFiles = Readonly<Record<string, string>>;

/** Bytes of a file whose content is in the answer. https://docs.github.com/rest/repos/contents#get-repository-content */
const MOST_CONTENT = 1024 * 1024;
/** Entries of a folder in an answer. */
const MOST_ENTRIES = 1_000;
const HEADS = 'refs/heads/';
/** What the name of a branch cannot have. https://git-scm.com/docs/git-check-ref-format */
const BAD_BRANCH = /[\s~^:?*[\\\p{Cc}]|\.\.|@\{|\/\/|^[/.]|\/\.|[/.]$|\.lock(?:\/|$)/u;

interface Commit {
  readonly files: CommitFiles;
  readonly parent: string | undefined;
}

/** The commits of a repository, its branches and the files in them. */
export class RepositoryContents {
  readonly #commits = new Map<string, Commit>();
  readonly #branches = new Map<string, string>();

  /** Adds a commit. Returns its SHA. */
  add(files: CommitFiles, parent?: string): string {
    const sha = hash('sha1', `${this.#commits.size} ${JSON.stringify(files)}`);
    this.#commits.set(sha, { files, parent });
    return sha;
  }

  /** Adds a commit with these files to a branch, which it creates if it is missing. Returns the SHA. */
  push(branch: string, files: CommitFiles): string {
    const sha = this.add(files, this.#branches.get(branch));
    this.#branches.set(branch, sha);
    return sha;
  }

  /** The SHA of the last commit of a branch. */
  headOf(branch: string): string | undefined {
    return this.#branches.get(branch);
  }

  /** The files of a branch or a commit. */
  filesOf(ref: string): CommitFiles | undefined {
    return this.#commits.get(this.#branches.get(ref) ?? ref)?.files;
  }

  /** Adds to a branch what another one has changed since they parted. */
  merge(head: string, base: string): void {
    const [ours = {}, theirs = {}] = [this.filesOf(base), this.filesOf(head)];
    const common = this.#partingOf(head, base);
    const merged = new Map(Object.entries(ours));
    for (const name of new Set([...Object.keys(common), ...Object.keys(theirs)])) {
      const content = theirs[name];
      if (content === common[name]) continue;
      if (content === undefined) merged.delete(name);
      else merged.set(name, content);
    }
    this.push(base, Object.fromEntries(merged));
  }

  /** The files of the last commit that two branches share. */
  #partingOf(head: string, base: string): CommitFiles {
    const shared = new Set(this.#ancestors(base));
    const parting = this.#ancestors(head).find((sha) => shared.has(sha));
    return (parting === undefined ? undefined : this.#commits.get(parting)?.files) ?? {};
  }

  #ancestors(branch: string): readonly string[] {
    const shas: string[] = [];
    for (let sha = this.headOf(branch); sha !== undefined; sha = this.#commits.get(sha)?.parent) shas.push(sha);
    return shas;
  }

  /** The answer to a request below `/contents`. `accept`: the header. */
  answer(path: string, ref: string | null, accept: string): GithubAnswer {
    const files = ref === null ? undefined : this.filesOf(ref);
    if (files === undefined) return githubError(404, `No commit found for the ref ${ref ?? ''}`);
    const name = nameIn(path);
    const content = contentOf(files, name);
    if (content !== undefined) return accept.includes('raw') ? rawFile(content) : file(name, content);
    const entries = entriesOf(files, name);
    return entries.length === 0 && name !== '' ? githubError(404, 'Not Found') : { status: 200, content: entries };
  }

  /** Writes a file as a commit on a branch. https://docs.github.com/rest/repos/contents#create-or-update-file-contents */
  write(path: string, body: string, defaultBranch: string): GithubAnswer {
    const given = objectIn(body);
    const text = (name: string): string | undefined => {
      const value = property(given, name);
      return typeof value === 'string' ? value : undefined;
    };
    const [content, branch = defaultBranch, sha] = [text('content'), text('branch'), text('sha')];
    const name = nameIn(path);
    const files = this.#branches.has(branch) ? this.filesOf(branch) : undefined;
    if (files === undefined) return githubError(404, `Branch ${branch} not found`);
    if (content === undefined || text('message') === undefined) return githubError(422, 'Invalid request.');
    const before = contentOf(files, name);
    // The SHA for a file that is missing is ignored.
    if (before !== undefined && sha === undefined) {
      return githubError(422, 'Invalid request.\n\n"sha" wasn\'t supplied.');
    }
    if (before !== undefined && sha !== blobSha(before)) return githubError(409, `${name} does not match ${sha ?? ''}`);
    const after = Buffer.from(content, 'base64').toString('utf8');
    const commit = this.push(branch, { ...files, [name]: after });
    const answer = { content: { name: lastStep(name), path: name, sha: blobSha(after) }, commit: { sha: commit } };
    return { status: before === undefined ? 201 : 200, content: answer };
  }

  /** The answer to a request about a branch as a reference; undefined for another path. https://docs.github.com/rest/git/refs */
  answerRef({ method, path, body }: Pick<GithubRequest, 'method' | 'path' | 'body'>): GithubAnswer | undefined {
    if (path === '/git/refs' && method === 'POST') return this.#createRef(body);
    const [, name] = /^\/git\/ref\/heads\/(.+)$/.exec(path) ?? [];
    if (name === undefined || method !== 'GET') return undefined;
    const branch = decodeURIComponent(name);
    const sha = this.headOf(branch);
    return sha === undefined ? githubError(404, 'Not Found') : { status: 200, content: refJson(branch, sha) };
  }

  #createRef(body: string): GithubAnswer {
    const given = objectIn(body);
    const [ref, sha] = [property(given, 'ref'), property(given, 'sha')];
    if (typeof ref !== 'string' || typeof sha !== 'string') return githubError(422, 'Invalid request.');
    const branch = ref.startsWith(HEADS) ? ref.slice(HEADS.length) : '';
    if (branch === '' || BAD_BRANCH.test(branch)) return githubError(422, `${ref} is not a valid ref name.`);
    if (!this.#commits.has(sha)) return githubError(422, 'Object does not exist');
    if (this.#branches.has(branch)) return githubError(422, 'Reference already exists');
    this.#branches.set(branch, sha);
    return { status: 201, content: refJson(branch, sha) };
  }

  /** Why no pull request can merge a branch into another one; undefined if one can. */
  pullProblem(head: string, base: string): GithubAnswer | undefined {
    const [ofHead, ofBase] = [this.headOf(head), this.headOf(base)];
    if (ofHead === undefined) return validationFailed({ resource: 'PullRequest', field: 'head', code: 'invalid' });
    if (ofBase === undefined) return validationFailed({ resource: 'PullRequest', field: 'base', code: 'invalid' });
    if (!this.#ancestors(base).includes(ofHead)) return undefined;
    const message = `No commits between ${base} and ${head}`;
    return validationFailed({ resource: 'PullRequest', code: 'custom', message });
  }
}

function refJson(branch: string, sha: string) {
  return { ref: HEADS + branch, object: { type: 'commit', sha } };
}

/** What git names a file's content by. */
function blobSha(text: string): string {
  const bytes = Buffer.from(text);
  return hash('sha1', Buffer.concat([Buffer.from(`blob ${bytes.length}\0`), bytes]));
}

function nameIn(path: string): string {
  return path.split('/').map(decodeURIComponent).filter(Boolean).join('/');
}

function contentOf(files: CommitFiles, name: string): string | undefined {
  return Object.hasOwn(files, name) ? files[name] : undefined;
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
  const sha = blobSha(text);
  return {
    status: 200,
    content: { type: 'file', name: lastStep(name), path: name, sha, size: bytes.length, encoding, content },
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
