import { hash } from 'node:crypto';
import { mkdir, mkdtemp, readdir, readFile, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { gunzipSync } from 'node:zlib';
import { prepareStep, workspaceOf, type Step } from '../demo/runner.ts';
import type { Tenant } from '../tenant/tenant.ts';
import { setTime } from './fixed-time.ts';
import { pageText, withPlaceholders, type Replacements } from './placeholders.ts';
import { runCommand, runEntry, type ProgramRun } from './process-run.ts';

/** A run of an action in a workflow. */
export interface ActionStep {
  /** ISO 8601: the clock during the run. The time of the run before if not given. */
  readonly at?: string;
  readonly action: 'report' | 'merge' | 'remediate' | 'validate';
  readonly inputs: Step['inputs'];
  readonly files?: Files;
  readonly env?: Step['env'];
  readonly results?: Step['results'];
}

/** A run of the terminal program. */
export interface CommandStep {
  readonly at?: string;
  readonly args: readonly string[];
  /** The working directory; a new one if not given. Its files before the run are not recorded. */
  readonly folder?: string;
  readonly files?: Files;
  readonly env?: Readonly<Record<string, string>>;
}

export interface StepRun extends ProgramRun {
  readonly outputs: Readonly<Record<string, string>>;
  /** The folder of the files that it wrote; of a command, its working directory. */
  readonly folder: string;
}

type Files = Readonly<Record<string, string | Uint8Array>>;

/** Programs of the machine must not be found: what they know differs. */
const NO_PROGRAMS = { PATH: '/nonexistent', HOME: '/nonexistent' };

/** Writes what the runs of a story print and write as files of a folder, without what differs from run to run. */
export class Recorder {
  readonly #folder: string;
  readonly #scratch: string;
  #replacements: Replacements = [];
  #made = 0;
  /** Words in capital letters, such as error codes. */
  readonly #words = new Set<string>();

  private constructor(folder: string, scratch: string) {
    this.#folder = folder;
    this.#scratch = scratch;
  }

  static async in(folder: string): Promise<Recorder> {
    return new Recorder(folder, await mkdtemp(path.join(tmpdir(), 'mailbox-report-golden-')));
  }

  /** The folder of its working files. Remove it at the end. */
  get scratch(): string {
    return this.#scratch;
  }

  /** Replaces texts in all later files. */
  replace(...replacements: Replacements): void {
    this.#replacements = [...replacements, ...this.#replacements];
  }

  replaceOriginsOf(tenant: Tenant): void {
    const { authorityHost, graphUrl, exchangeUrl, resultsUrl, githubUrl, oidcIssuer, usageFilesUrl } = tenant;
    const origins = { authorityHost, graphUrl, exchangeUrl, resultsUrl, githubUrl, oidcIssuer, usageFilesUrl };
    this.replace(...Object.entries(origins).map(([name, url]) => [url.replace(/\/$/, ''), `<${name}>`] as const));
  }

  /** Whether a recorded file has an error code. */
  hasCode(code: string): boolean {
    return this.#words.has(code);
  }

  async newFolder(): Promise<string> {
    this.#made += 1;
    const folder = path.join(this.#scratch, String(this.#made));
    await mkdir(folder);
    return folder;
  }

  /** Runs an action, and records log, outputs, summary and files. */
  async action(name: string, { at, action, inputs, files = {}, env = {}, results }: ActionStep): Promise<StepRun> {
    if (at !== undefined) setTime(at);
    const home = await this.newFolder();
    const workspace = workspaceOf(home);
    await writeFiles(workspace, files);
    const prepared = await prepareStep({
      action: action === 'report' ? '.' : action,
      home,
      inputs,
      env: { ...NO_PROGRAMS, ...env },
      ...(results && { results }),
    });
    const run = await runEntry(action, prepared.main, workspace, prepared.env);
    const outputs = outputsIn(await readFile(prepared.outputFile, 'utf8'));
    const folder = outputs['output-directory'] ?? '';
    await this.#replaceDigests(folder);
    const shown = run.stdout.split('\n').filter((line) => !/^::(?:add-mask|debug)::/.test(line));
    // Archives have the page, which names the ports of the tenant.
    const shownOutputs = { ...outputs, ...('artifact-digest' in outputs && { 'artifact-digest': '<digest>' }) };
    await this.#record(name, home, {
      ...(await filesIn(folder)),
      'log.txt': shown.join('\n'),
      'stderr.txt': run.stderr,
      'summary.md': await readFile(prepared.summaryFile, 'utf8'),
      'outputs.json': `${JSON.stringify({ exitCode: run.exitCode, ...shownOutputs }, undefined, 2)}\n`,
    });
    return { ...run, outputs, folder };
  }

  /** Runs a command of the terminal program, and records what it prints and the files that it writes or changes. */
  async command(name: string, { at, args, files = {}, env = {}, ...step }: CommandStep): Promise<StepRun> {
    if (at !== undefined) setTime(at);
    const folder = step.folder ?? (await this.newFolder());
    await writeFiles(folder, files);
    const [before, names] = [await filesIn(folder), await namesIn(folder)];
    const run = await runCommand(args, folder, { ...NO_PROGRAMS, ...env });
    const written = Object.entries(await filesIn(folder)).filter(([file, text]) => before[file] !== text);
    const present = new Set(await namesIn(folder));
    await this.#replaceDigests(folder);
    const removed = names.filter((file) => !present.has(file));
    await this.#record(name, folder, {
      ...Object.fromEntries(written),
      'removed.txt': removed.map((file) => `${file}\n`).join(''),
      'stdout.txt': run.stdout,
      'stderr.txt': run.stderr,
      'exit-code.txt': `${run.exitCode}\n`,
    });
    return { ...run, outputs: {}, folder };
  }

  /** The text of a file that a run wrote. */
  fileOf(run: StepRun, name: string): Promise<string> {
    return readFile(path.join(run.folder, name), 'utf8');
  }

  /** A file may name ports of the tenant, so that its digest differs: the digests of files are replaced by their names. */
  async #replaceDigests(folder: string): Promise<void> {
    for (const name of await namesIn(folder)) {
      const bytes = await readFile(path.join(folder, name));
      const file = path.basename(name);
      this.replace([hash('sha256', bytes), `<digest of ${file}>`]);
      const content = name.endsWith('.gz') ? unpacked(bytes) : undefined;
      if (content !== undefined) this.replace([hash('sha256', content), `<digest of ${file}, unpacked>`]);
    }
  }

  /** Records a text. */
  async text(file: string, text: string): Promise<void> {
    await this.#record('.', '', { [file]: text });
  }

  /** An empty text is no file. */
  async #record(name: string, home: string, files: Readonly<Record<string, string>>): Promise<void> {
    const replacements: Replacements = [...this.#replacements, [home, '<home>'], [this.#scratch, '<scratch>']];
    for (const [file, text] of Object.entries(files)) {
      if (text === '') continue;
      const target = path.join(this.#folder, name, file);
      await mkdir(path.dirname(target), { recursive: true });
      await writeFile(target, withPlaceholders(text, replacements));
      for (const [word] of text.matchAll(/\b[A-Z][A-Z0-9_]+\b/g)) this.#words.add(word);
    }
  }
}

async function writeFiles(folder: string, files: Files): Promise<void> {
  for (const [name, content] of Object.entries(files)) {
    const file = path.join(folder, name);
    await mkdir(path.dirname(file), { recursive: true });
    await writeFile(file, content);
  }
}

async function namesIn(folder: string): Promise<readonly string[]> {
  if (folder === '') return [];
  const entries = await readdir(folder, { recursive: true, withFileTypes: true });
  return entries
    .filter((entry) => entry.isFile())
    .map((entry) => path.relative(folder, path.join(entry.parentPath, entry.name)))
    .sort();
}

/** Undefined if a run that failed did not finish the file. */
function unpacked(bytes: Buffer): Buffer | undefined {
  try {
    return gunzipSync(bytes);
  } catch {
    return undefined;
  }
}

/** The files of a folder as text, by their path in it: unpacked if they are compressed. */
async function filesIn(folder: string): Promise<Readonly<Record<string, string>>> {
  const texts: Record<string, string> = {};
  for (const name of await namesIn(folder)) {
    const bytes = await readFile(path.join(folder, name));
    if (name.endsWith('.gz')) texts[name.slice(0, -3)] = unpacked(bytes)?.toString() ?? '<incomplete>\n';
    else if (name.endsWith('.html')) texts[name] = pageText(bytes.toString());
    // Keys and their passwords are random.
    else if (/\.(?:pfx|cer|password\.txt)$/.test(name)) texts[name] = '<random>\n';
    else texts[name] = bytes.toString();
  }
  return texts;
}

/** Parses the file of GITHUB_OUTPUT: `name<<delimiter`, the lines of the value, the delimiter. */
function outputsIn(text: string): Readonly<Record<string, string>> {
  const entries = text.matchAll(/^([\w-]+)<<(\S+)\r?\n([\s\S]*?)\r?\n\2$/gm);
  return Object.fromEntries([...entries].map(([, name = '', , value = '']) => [name, value]));
}
