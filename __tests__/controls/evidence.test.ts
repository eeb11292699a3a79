import { describe, expect, it } from '@jest/globals';
import { evidenceText, parseEvidence, type Evidence } from '../../src/controls/evidence.ts';

const NUMBERS = { passed: 1, failed: 1, warned: 0, known: 0, exempt: 1, inconclusive: 0 };

const EVIDENCE: Evidence = {
  product: '1.0.0',
  tenant: 'contoso.example',
  cloud: 'global',
  run: {
    id: '7',
    attempt: 1,
    url: null,
    started: '2026-12-01T03:00:00.000Z',
    ended: '2026-12-01T03:10:00.000Z',
    repository: 'contoso/mail',
    commit: null,
    actor: null,
  },
  result: 'violations',
  digests: {
    policy: 'a',
    baseline: null,
    list: 'b',
    catalogues: { own: 'c' },
    definitions: { mailboxes: 'd' },
    rows: 'e',
  },
  reports: [{ name: 'mailboxes', permission: 'User.Read.All', endpoint: 'GET /v1.0/users', role: null }],
  controls: [
    {
      catalogue: 'own',
      control: '1.1',
      title: 'Mailboxes have an owner',
      subject: 'mailboxes',
      result: 'not-met',
      covered: 'whole',
      basis: 'own',
      rules: ['owner'],
      missing: [],
      population: { tenant: null, listed: 4, read: 4, concerned: 3, ...NUMBERS, unread: 0 },
    },
  ],
  exceptions: [
    {
      rule: 'owner',
      mailboxes: 1,
      items: null,
      expires: '2027-01-31',
      reason: 'Migration',
      owner: 'it@contoso.example',
    },
  ],
};

describe('evidence.json', () => {
  it('is read as it was written', () => {
    expect(parseEvidence(evidenceText(EVIDENCE))).toMatchObject(EVIDENCE);
  });

  it.each([
    ['other JSON', '{}', 'It is no evidence.json'],
    ['a cut file', evidenceText(EVIDENCE).slice(0, -10), 'It is no evidence.json'],
    ['another version', evidenceText(EVIDENCE).replace('"version": 1', '"version": 2'), 'Its version is'],
    ['a number that is a text', evidenceText(EVIDENCE).replace('"failed": 1', '"failed": "1"'), 'It is damaged'],
  ])('is refused with the reason if it is or has %s', (_, text, problem) => {
    expect(parseEvidence(text)).toEqual({ problem: expect.stringContaining(problem) });
  });
});
