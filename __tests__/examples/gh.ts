/**
 * GitHub's command line as far as examples use it, for one repository: its labels and issues are in the file that ISSUES names, its
 * runs by their ids in RUNS. It refuses commands and options that it does not know.
 * https://cli.github.com/manual/
 */
import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { parseArgs } from 'node:util';
import { isRecord } from '../../src/json.ts';

interface Issue {
  readonly number: number;
  state: 'OPEN' | 'CLOSED';
  readonly title: string;
  readonly labels: readonly string[];
  /** The body first. */
  readonly comments: string[];
}

interface Repository {
  readonly labels: string[];
  readonly issues: Issue[];
  /** Of pull requests. */
  readonly comments?: Comment[];
}

interface Comment {
  readonly id: number;
  readonly user: { readonly type: string };
  body: string;
}

const ABOUT = '"\\(.workflow_id) \\(.head_repository.full_name) \\(.head_branch) \\(.event)"';

const { ISSUES: file = '', RUNS: runs = '{}', GH_TOKEN: token = '', GH_REPO: repository } = process.env;
const { positionals, values } = parseArgs({
  allowPositionals: true,
  options: {
    body: { type: 'string' },
    comment: { type: 'string' },
    description: { type: 'string' },
    field: { type: 'string' },
    force: { type: 'boolean' },
    jq: { type: 'string' },
    json: { type: 'string' },
    label: { type: 'string' },
    limit: { type: 'string' },
    method: { type: 'string' },
    paginate: { type: 'boolean' },
    silent: { type: 'boolean' },
    state: { type: 'string' },
    title: { type: 'string' },
  },
});

if (token === '') throw new Error('no token');
if (positionals[0] === 'api' && (positionals[1] ?? '').includes('/issues/')) {
  commentOn(positionals[1] ?? '');
  process.exit();
}
if (positionals[0] === 'api') {
  console.log(answerOf(positionals[1] ?? '', values.jq ?? ''));
  process.exit();
}
if (repository !== 'contoso/mailboxes') throw new Error('no repository');
const stored = load();
command(positionals.slice(0, 2).join(' '));
writeFileSync(file, JSON.stringify(stored));

/**
 * What the API answers to the requests of the examples: about runs, the default branch, and how many commits a run's commit is ahead of
 * it. https://docs.github.com/rest/actions/workflow-runs#get-a-workflow-run
 */
function answerOf(path: string, query: string): string {
  const [, kind = '', name = ''] =
    /^repos\/contoso\/mailboxes\/(actions\/runs|branches|compare)\/([\w.-]+)$/.exec(path) ?? [];
  if (kind === 'branches' && name === 'main' && query === '.commit.sha') return 'tip';
  const [, id = ''] = kind === 'compare' ? (/^tip\.\.\.commit-(\d+)$/.exec(name) ?? []) : ['', name];
  const all: unknown = JSON.parse(runs);
  const run = isRecord(all) ? all[id] : undefined;
  if (!isRecord(run)) throw new Error('gh: Not Found (HTTP 404)');
  if (kind === 'compare' && query === '.ahead_by') return JSON.stringify(run.ahead ?? 0);
  if (kind === 'actions/runs' && query === '.head_sha') return `commit-${id}`;
  if (kind === 'actions/runs' && query === ABOUT)
    return [run.workflow, run.repository, run.branch, run.event ?? 'workflow_dispatch'].map(String).join(' ');
  throw new Error(`unknown query ${query} of ${path}`);
}

/** The comments of a pull request. https://docs.github.com/rest/issues/comments */
function commentOn(path: string): void {
  const repositoryState = load();
  const comments = [...(repositoryState.comments ?? [])];
  const body = values.field === undefined ? undefined : readFileSync(values.field.replace(/^body=@/, ''), 'utf8');
  const [, id] = /^repos\/contoso\/mailboxes\/issues\/comments\/(\d+)$/.exec(path) ?? [];
  if (id !== undefined && values.method === 'PATCH' && body !== undefined) {
    const comment = comments.find((one) => one.id === Number(id));
    if (comment === undefined) throw new Error('gh: Not Found (HTTP 404)');
    comment.body = body;
  } else if (/^repos\/contoso\/mailboxes\/issues\/7\/comments$/.test(path) && body !== undefined) {
    comments.push({ id: comments.length + 1, user: { type: 'Bot' }, body });
  } else if (/^repos\/contoso\/mailboxes\/issues\/7\/comments\?per_page=100$/.test(path) && values.paginate === true) {
    const [, start = ''] =
      /select\(\.user\.type == "Bot" and \(\.body \| startswith\("(.*)"\)\)\) \| \.id$/.exec(values.jq ?? '') ?? [];
    if (start === '') throw new Error(`unknown query ${values.jq ?? ''}`);
    for (const comment of comments) {
      if (comment.user.type === 'Bot' && comment.body.startsWith(start)) console.log(comment.id);
    }
  } else throw new Error(`unknown request ${path}`);
  writeFileSync(file, JSON.stringify({ ...repositoryState, comments }));
}

function load(): Repository {
  if (!existsSync(file)) return { labels: [], issues: [] };
  const content: unknown = JSON.parse(readFileSync(file, 'utf8'));
  if (!isRepository(content)) throw new Error(`another program wrote ${file}`);
  return content;
}

function isRepository(value: unknown): value is Repository {
  return isRecord(value) && Array.isArray(value.labels) && Array.isArray(value.issues);
}

function command(name: string): void {
  const { label = '', title = '', body = '', comment = '' } = values;
  if (name === 'label create') {
    stored.labels.push(positionals[2] ?? '');
    return;
  }
  if (name === 'issue list') {
    list(label);
    return;
  }
  if (name === 'issue create') {
    if (!stored.labels.includes(label)) throw new Error(`could not add label: '${label}' not found`);
    const number = stored.issues.length + 1;
    stored.issues.push({ number, state: 'OPEN', title, labels: [label], comments: [body] });
    return;
  }
  const issue = stored.issues.find(({ number }) => String(number) === positionals[2]);
  if (issue === undefined) throw new Error('no such issue');
  issue.comments.push(name === 'issue comment' ? body : comment);
  if (name === 'issue close') issue.state = 'CLOSED';
  else if (name === 'issue reopen') issue.state = 'OPEN';
  else if (name !== 'issue comment') throw new Error(`unknown command ${name}`);
}

/** The newest first, in the one format that the example asks for. */
function list(label: string): void {
  const { state, limit, json, jq } = values;
  const options = JSON.stringify({ state, json, jq });
  const known = { state: 'all', json: 'number,state', jq: '.[] | "\\(.number) \\(.state)"' };
  if (options !== JSON.stringify(known)) throw new Error(`unknown options ${options}`);
  const found = stored.issues.filter(({ labels }) => labels.includes(label)).toReversed();
  for (const issue of found.slice(0, Number(limit))) console.log(`${issue.number} ${issue.state}`);
}
