import type { JsonObject } from '../../json.ts';
import type { Mailbox } from '../../mailboxes/mailbox.ts';
import { reportsWriting } from '../../reports/built-in.ts';
import type { ReportDefinition } from '../../reports/definition.ts';
import { cellsOf, unreadableRow, type RowCells } from '../../reports/rows.ts';
import type { MailboxResult } from '../../run/mailbox-result.ts';
import type { Receiver } from '../../run/pipeline.ts';
import type { Identities } from '../../mailboxes/identities.ts';
import { isSameMailbox } from '../../mailboxes/identity.ts';
import { reasonText } from '../left-row.ts';
import type { PlanDraft } from '../plan-draft.ts';
import { changed } from '../targets/setting-values.ts';
import type { Place } from '../targets/target.ts';
import { targetNamed } from '../targets/targets.ts';
import type { KeptMailbox, RestoreSource } from './restore-source.ts';
import type { OtherRows, PolicyCheck } from './policy-check.ts';
import type { Candidate, RestoreContext, ThenAndNow } from './restored-change.ts';
import { restoredEntries, type EntryContext } from './restored-entries.ts';
import { RestoredSettings } from './restored-settings.ts';

interface RestoreOptions extends Omit<RestoreContext, 'run'> {
  readonly kept: RestoreSource;
  readonly identities: Identities;
  /** Undefined: no policy was asked. */
  readonly check: PolicyCheck | undefined;
  readonly cloud: string;
  readonly autoMapping: boolean;
}

/**
 * Plans the changes that bring mailboxes back to what a kept report shows, as mailboxes pass. Gives back and sets back: what is newer
 * is left alone, and so is everything that was not known then, or is not now.
 */
export class RestorePlanner implements Receiver {
  readonly #options: RestoreOptions;
  readonly #context: EntryContext;
  readonly #draft: PlanDraft;

  constructor(draft: PlanDraft, options: RestoreOptions) {
    this.#draft = draft;
    this.#options = options;
    this.#context = { ...options, run: options.kept.run, accountOf: (address) => options.kept.accountOf(address) };
  }

  add(result: MailboxResult): void {
    const { mailbox } = result;
    const now = this.#options.identities.of(mailbox.address);
    const kept = this.#options.kept.mailboxOf(mailbox.address, now);
    const problem =
      kept === undefined
        ? reasonText(now === undefined ? 'unknown-address' : 'not-in-report')
        : this.#problemOf(mailbox, kept);
    if (kept === undefined || problem !== undefined) this.#leave(mailbox.address, '', problem ?? '');
    else this.#restore(result, kept);
  }

  /** Why nothing of a mailbox is restored. */
  #problemOf({ address }: Mailbox, { ids: then }: KeptMailbox): string | undefined {
    const { identities } = this.#options;
    if (identities.isDenied) return reasonText('account-denied');
    if (identities.isRepeated(address)) return reasonText('same-mailbox');
    const now = identities.of(address);
    if (now?.account === undefined && now?.guid === undefined) return reasonText('account-unknown');
    const same = isSameMailbox(then ?? {}, now);
    if (same === undefined) return reasonText('no-kept-id');
    return same ? undefined : reasonText('other-mailbox');
  }

  #restore(result: MailboxResult, kept: KeptMailbox): void {
    const { address } = result.mailbox;
    const candidates: Candidate[] = [];
    const ofTargets = new Map<string, [ThenAndNow, ...ThenAndNow[]]>();
    for (const report of this.#options.kept.reports) {
      const both = thenAndNow(report, kept, result);
      if (typeof both === 'string') this.#leave(address, report.name, both);
      else if (report.rows === undefined) {
        const { name } = both.now.definition;
        const earlier = ofTargets.get(name);
        if (earlier === undefined) ofTargets.set(name, [both]);
        else earlier.push(both);
      } else candidates.push(...this.#entries(address, both));
    }
    const settings = [...ofTargets.values()].map((reports) => {
      const target = { ...this.#placeOf(address, reports[0].now.definition), entry: null };
      return new RestoredSettings(result.mailbox, target, reports, this.#context);
    });
    const accepted = [
      ...this.#accepted(result, candidates, [], ({ change: { item } }, reason) => this.#leave(address, item, reason)),
    ];
    this.#plan(accepted, {});
    for (const one of settings) {
      const refuse = ({ change: { setting } }: Candidate, reason: string): void => one.refuse(setting, reason);
      const ofTarget = this.#accepted(result, one.candidates(), accepted, refuse);
      this.#plan(ofTarget, one.resource);
      this.#draft.left.push(...one.left());
      accepted.push(...ofTarget);
    }
  }

  #entries(address: string, both: ThenAndNow): readonly Candidate[] {
    const entries = restoredEntries(both, this.#placeOf(address, both.report), this.#context);
    if (entries === undefined) this.#leave(address, both.report.name, 'the services do not show all of it now');
    return (entries ?? []).flatMap(({ item, result }) => {
      if (typeof result === 'string') this.#leave(address, item, result);
      return typeof result === 'object' ? result : [];
    });
  }

  #placeOf(address: string, { corrects }: ReportDefinition): Place & { readonly target: string } {
    const { guid = '', account } = this.#options.identities.of(address) ?? {};
    const target = corrects?.target ?? '';
    return { address, target, guid: targetNamed(target).service === 'exchange' ? guid : undefined, mailboxId: account };
  }

  #plan(candidates: readonly Candidate[], object: JsonObject): void {
    this.#draft.add(
      candidates.map(({ change }) => change),
      object,
    );
  }

  #leave(mailbox: string, item: string, reason: string): void {
    this.#draft.left.push({ mailbox, item, reason });
  }

  /** The candidates with which the mailbox violates no rule that it does not violate without them. */
  #accepted(
    result: MailboxResult,
    candidates: readonly Candidate[],
    earlier: readonly Candidate[],
    refuse: (candidate: Candidate, reason: string) => void,
  ): readonly Candidate[] {
    const { check } = this.#options;
    if (check === undefined) return candidates;
    const accepted: Candidate[] = [];
    for (const candidate of candidates) {
      const before = [...earlier, ...accepted];
      const rules = check.addedBy(
        result,
        this.#rowsWith(result, before),
        this.#rowsWith(result, [...before, candidate]),
      );
      if (rules.length === 0) accepted.push(candidate);
      else refuse(candidate, `the policy would be violated, or could not be decided: ${rules.join(', ')}`);
    }
    return accepted;
  }

  /** The rows of the reports that show changes, as these make them. */
  #rowsWith({ mailbox, reports }: MailboxResult, candidates: readonly Candidate[]): OtherRows {
    const others = new Map<string, readonly RowCells[]>();
    for (const { definition, rows } of reports) {
      const target = definition.corrects?.target;
      const own = candidates.filter(({ report }) => report.corrects?.target === target);
      if (target === undefined || own.length === 0) continue;
      const present = rows.flatMap((row): RowCells[] => {
        if (row.content !== 'item') return [];
        const ofRow = own.filter(
          ({ object }) => object !== undefined && (definition.rows === undefined || object === row.object),
        );
        const object = ofRow[0]?.object;
        if (object === undefined) return [cellsOf(row)];
        const after = changed(
          object,
          ofRow.map(({ change }) => change),
        );
        const other = this.#options.readRow(definition, mailbox, after);
        return other === undefined ? [] : [cellsOf(other)];
      });
      others.set(definition.name, [...present, ...own.flatMap(({ row }) => row ?? [])]);
    }
    return others;
  }
}

/** What a report shows of a mailbox then and now, or why one of both is not known. */
function thenAndNow(
  report: ReportDefinition,
  { results }: KeptMailbox,
  { reports }: MailboxResult,
): ThenAndNow | string {
  const then = results.get(report.name);
  if (then?.status !== 'ok') return 'it was not read then';
  const [whole = report.name] = report.corrects === undefined ? [] : reportsWriting(report.corrects.target);
  const now = reports.find(({ definition }) => definition.name === whole);
  if (now === undefined || unreadableRow(now.rows) !== undefined) return 'it could not be read now';
  return { report, then, now };
}
