import {
  evidenceText,
  type ControlResult,
  type Evidence,
  type EvidenceControl,
} from '../../../src/controls/evidence.ts';

const TENANT = '8f2b0c1d-0000-4000-8000-000000000001';

export const CATALOGUE = 'cis-m365-7.0.0';

/** What a run says; what is not given is usual. */
export interface EvidenceValues {
  readonly started: string;
  readonly tenant?: string;
  readonly run?: Partial<Evidence['run']>;
  readonly policy?: string;
  readonly product?: string;
  /** The result of each control. */
  readonly results?: Readonly<Record<string, ControlResult>>;
  readonly exceptions?: Evidence['exceptions'];
}

/** The text of an `evidence.json`. */
export function evidenceOf(values: EvidenceValues): string {
  const { started, tenant = TENANT, run, policy = 'a'.repeat(64), product = '1.2.3', exceptions = [] } = values;
  const { results = { '6.1.2': 'met' } } = values;
  const usual = {
    id: '42',
    attempt: 1,
    url: null,
    ended: started,
    repository: 'contoso/mailboxes',
    commit: 'c'.repeat(40),
  };
  return evidenceText({
    product,
    tenant,
    cloud: 'global',
    run: { ...usual, actor: 'adele', started, ...run },
    result: 'violations',
    digests: { policy, baseline: null, list: 'list', catalogues: { [CATALOGUE]: 'd' }, definitions: {}, rows: 'rows' },
    reports: [{ name: 'mailbox-properties', permission: 'Exchange.ManageAsApp', endpoint: 'Get-Mailbox', role: null }],
    controls: Object.entries(results).map(([control, result]) => controlOf(control, result)),
    exceptions,
  });
}

function controlOf(control: string, result: ControlResult): EvidenceControl {
  const failed = result === 'not-met' ? 3 : 0;
  const population = { tenant: 12, listed: 10, read: 9, concerned: 8, passed: 8 - failed, failed, warned: 0 };
  return {
    catalogue: CATALOGUE,
    control,
    title: `Title of ${control}`,
    subject: 'mailboxes',
    result,
    covered: 'whole',
    basis: 'shipped',
    rules: [`rule-${control}`],
    missing: result === 'met-in-part' ? [`A part of ${control} has no rule.`] : [],
    population: { ...population, known: 0, exempt: 0, inconclusive: 0, unread: 1 },
  };
}
