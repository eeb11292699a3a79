import type { Json } from '../../json.ts';
import { mailboxProperties } from '../../reports/built-in/mailbox-properties.ts';
import { onHold } from '../../reports/built-in/mailbox-holds.ts';
import { isCertainly, unknownBecause, valueOf, type RowView, type UnknownValue } from '../../reports/known.ts';
import { count, counted, DAY_MS, HOUR_MS, utcText } from '../../text/numbers.ts';
import { AUDIT_CONFIG, auditLogState } from '../audit-search.ts';
import { holdOf } from '../commands.ts';
import type { Incident } from '../incident.ts';
import { nightsText } from '../kept-nights.ts';
import { liveRows } from '../live-night.ts';
import type { Finding } from '../answer.ts';
import type { Question } from '../question.ts';

/** Of the owner, as most attackers act. https://learn.microsoft.com/purview/audit-log-investigate-accounts */
const READS = 'MailItemsAccessed';
/** As the report requests it, so that it is requested once. */
const ORGANIZATION = mailboxProperties.request.organization?.config ?? { cmdlet: 'Get-OrganizationConfig', select: [] };
/** A night that is late is not lost. */
const LONGEST_NIGHT = 36 * HOUR_MS;

interface Part {
  readonly findings: readonly Finding[];
  readonly missing: readonly UnknownValue<unknown>[];
}

/** Whether evidence is being lost, which comes before everything else. */
export const evidence: Question = {
  id: 'evidence',
  question: 'Is evidence being lost?',
  permissions: [],
  cmdlets: [
    { name: 'Get-Mailbox', why: 'holds and auditing of the mailbox' },
    { name: 'Get-MailboxAuditBypassAssociation', why: 'whether actions of the account bypass auditing' },
    { name: 'Get-OrganizationConfig', why: 'retention policies and auditing of the organization' },
    { name: AUDIT_CONFIG, why: 'whether the audit log records anything' },
  ],
  reports: [mailboxProperties.name],
  look: async (incident) => {
    const rows = liveRows(incident.live, mailboxProperties);
    const [row] = rows.isKnown ? rows.value : [];
    const parts: Part[] = [
      row === undefined ? { findings: [], missing: [rows.isKnown ? NOTHING : rows] } : await ofMailbox(incident, row),
      await ofLog(incident),
      ofNights(incident),
    ];
    return {
      findings: parts.flatMap(({ findings }) => findings),
      missing: parts.flatMap(({ missing }) => missing),
      seen: [],
      summary: 'The mailbox is held, its auditing is on with MailItemsAccessed, and reports were kept.',
      sources: ['Get-Mailbox', 'Get-OrganizationConfig', AUDIT_CONFIG, nightsText(incident.kept)],
    };
  },
};

const NOTHING = unknownBecause('not-in-the-answer', 'Exchange Online returned nothing about the mailbox.');

async function ofMailbox({ address, exchange }: Incident, row: RowView): Promise<Part> {
  const source = 'Get-Mailbox';
  const findings: Finding[] = [];
  const missing: UnknownValue<unknown>[] = [];
  const config = await exchange.read(ORGANIZATION.cmdlet, {}, ORGANIZATION.select);
  const [organization] = config.isKnown ? config.value : [];
  const held = onHold([row], organization === undefined ? {} : { config: organization });
  if (held?.isKnown !== true) {
    missing.push(
      config.isKnown ? unknownBecause('not-in-the-answer', 'It is not known what holds the mailbox.') : config,
    );
  } else if (held.value === 'no') {
    const days = valueOf(row.cell('RetainDeletedItemsFor'));
    const kept = typeof days === 'number' ? `: what is deleted is lost after ${count(days)} days` : '';
    findings.push({
      what: `Nothing holds the mailbox${kept}`,
      time: undefined,
      source,
      containment: [holdOf(address)],
    });
  }
  const audited = row.cell('Audited');
  const owner = valueOf(row.cell('AuditOwner'));
  if (isCertainly<Json>(audited, 'no')) {
    findings.push({ what: 'Access to the mailbox is not audited', time: undefined, source });
  } else if (audited?.isKnown !== true) {
    missing.push(unknownBecause('not-in-the-answer', 'It is not known whether access to the mailbox is audited.'));
  } else if (!Array.isArray(owner)) {
    missing.push(unknownBecause('not-in-the-answer', 'It is not known which actions of the owner are audited.'));
  } else if (!owner.includes(READS)) {
    findings.push({
      what: `${READS} of the owner is not audited, so reading mail leaves no record`,
      time: undefined,
      source,
    });
  }
  return { findings, missing };
}

async function ofLog({ exchange }: Incident): Promise<Part> {
  const isOn = await auditLogState(exchange);
  if (!isOn.isKnown) return { findings: [], missing: [isOn] };
  const what = 'The audit log of the organization is off';
  return { findings: isOn.value ? [] : [{ what, time: undefined, source: AUDIT_CONFIG }], missing: [] };
}

/** Nights since the last report before the incident of which no report was kept. */
function ofNights({ kept, since, now }: Incident): Part {
  if (kept.place === undefined)
    return {
      findings: [],
      missing: [unknownBecause('not-read', 'No kept reports were named: name a folder or --repository.')],
    };
  const source = kept.place;
  const starts = kept.nights.map(({ report }) => report.run.run.started.getTime());
  if (starts.length === 0)
    return { findings: [{ what: 'No report of the mailbox was kept', time: undefined, source }], missing: [] };
  const [first = now.getTime()] = starts;
  const late = `The first report that was kept is of ${utcText(first)}, after --since.`;
  const missing = first > since.getTime() ? [unknownBecause('retention', late)] : [];
  const usual = median(starts.slice(1).map((start, at) => start - (starts[at] ?? start)));
  const longest = Math.max(LONGEST_NIGHT, 2 * usual);
  const ends = [...starts.slice(1), now.getTime()];
  const gaps = starts.flatMap((start, at) => {
    const end = ends[at] ?? start;
    return end > since.getTime() && end - start > longest ? [[start, end] as const] : [];
  });
  const findings = gaps.map(([start, end]): Finding => {
    const days = counted(Math.round((end - start) / DAY_MS), 'day', 'days');
    return { what: `No report of the mailbox was kept for ${days}`, time: new Date(start), source };
  });
  return { findings, missing };
}

function median(values: readonly number[]): number {
  return values.toSorted((one, other) => one - other)[Math.floor(values.length / 2)] ?? 0;
}
