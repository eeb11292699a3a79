import { describe, expect, test } from '@jest/globals';
import type { JsonObject } from '../../src/json.ts';
import type { Tenant } from '../../tenant/tenant.ts';
import { remediations, stateOf, type RemediationOptions } from '../support/remediation-run.ts';

const { run, apply, undo, newTenant } = remediations('');

const OVER = schedule('2020-01-01', '2020-01-02');
const TO_COME = schedule('2100-01-01', '2100-01-02');

const AUDIENCE = `rules:
  - id: audience
    expect: { AutomaticReplyExternalAudience: { const: none } }
    set: { automaticRepliesSetting: { externalAudience: none } }
`;
const OFF = `rules:
  - id: off
    expect: { AutomaticReplyStatus: { const: disabled } }
    set: { automaticRepliesSetting: { status: disabled } }
`;
const LANGUAGE = `rules:
  - id: language
    expect: { Locale: { const: en-US } }
    set: { language: { locale: en-US } }
`;

function schedule(start: string, end: string): JsonObject {
  const at = (day: string): JsonObject => ({ dateTime: `${day}T08:00:00.0000000`, timeZone: 'UTC' });
  return { scheduledStartDateTime: at(start), scheduledEndDateTime: at(end) };
}

/** A tenant, one of its mailboxes with these settings, and the options of runs about this mailbox. */
async function mailbox(policy: string, ...edits: readonly JsonObject[]) {
  const tenant = await newTenant({ mailboxes: 8 });
  const address = tenant.addresses.find((each) => tenant.expected(each).status === 'ok') ?? '';
  for (const settings of edits) tenant.edit(address, settings);
  const about: RemediationOptions = { files: { 'list.txt': address, 'policy.yml': policy } };
  return { tenant, address, about, settings: () => tenant.expected(address).settings };
}

async function applied(tenant: Tenant, about: RemediationOptions) {
  const result = await apply(tenant, await run(tenant, about), about);
  expect(result).toMatchObject({ codes: [], outputs: { result: 'applied' } });
  return result;
}

describe('automatic replies whose schedule is over', () => {
  const over = { status: 'scheduled', externalAudience: 'all', internalReplyMessage: '<html>Away</html>', ...OVER };

  test('are changed without their dates, which Graph refuses, and back', async () => {
    const { tenant, about, settings } = await mailbox(AUDIENCE, { automaticRepliesSetting: over });
    const before = stateOf(tenant);
    const changed = await applied(tenant, about);
    expect(settings()).toMatchObject({ automaticRepliesSetting: { ...over, externalAudience: 'none' } });
    expect((await undo(tenant, changed)).outputs).toMatchObject({ result: 'applied' });
    expect(stateOf(tenant)).toEqual(before);
  });

  test('count as off, so that an undo leaves them disabled', async () => {
    const { tenant, about, settings } = await mailbox(OFF, { automaticRepliesSetting: over });
    const changed = await applied(tenant, about);
    const undone = await undo(tenant, changed);
    expect(undone).toMatchObject({ fails: false, outputs: { result: 'unchanged' } });
    expect(settings()).toMatchObject({ automaticRepliesSetting: { ...over, status: 'disabled' } });
  });
});

test('a schedule that is to come is disabled, and restored with its dates', async () => {
  const replies = { status: 'scheduled', ...TO_COME };
  const { tenant, about, settings } = await mailbox(OFF, { automaticRepliesSetting: replies });
  const before = stateOf(tenant);
  const changed = await applied(tenant, about);
  expect(settings()).toMatchObject({ automaticRepliesSetting: { ...replies, status: 'disabled' } });
  expect((await undo(tenant, changed)).outputs).toMatchObject({ result: 'applied' });
  expect(stateOf(tenant)).toEqual(before);
});

describe('another language', () => {
  const german = { language: { locale: 'de-DE' } };
  const own = { dateFormat: 'yyyy-MM-dd', timeFormat: 'HH.mm' };

  test('moves the formats of dates and times, which an undo restores', async () => {
    const { tenant, about, settings } = await mailbox(LANGUAGE, german, own);
    const before = stateOf(tenant);
    const changed = await applied(tenant, about);
    expect(settings()).toMatchObject({ dateFormat: 'M/d/yyyy', timeFormat: 'h:mm tt' });
    expect(changed.applied).toHaveLength(1);
    expect(changed.lines.join('\n')).toContain('dateFormat: yyyy-MM-dd -> M/d/yyyy');
    expect((await undo(tenant, changed)).outputs).toMatchObject({ result: 'applied', 'applied-count': '3' });
    expect(stateOf(tenant)).toEqual(before);
  });

  test('and a format of the same rule both hold', async () => {
    const policy = LANGUAGE.replace('locale: en-US } }', "locale: en-US }, timeFormat: 'HH:mm' }");
    const { tenant, about, settings } = await mailbox(policy, german, own);
    const before = stateOf(tenant);
    const changed = await applied(tenant, about);
    expect(settings()).toMatchObject({ language: { locale: 'en-US' }, dateFormat: 'M/d/yyyy', timeFormat: 'HH:mm' });
    expect((await undo(tenant, changed)).outputs).toMatchObject({ result: 'applied' });
    expect(stateOf(tenant)).toEqual(before);
  });
});

describe('a plan is refused', () => {
  test.each([
    [
      'with working hours that start after they end',
      "{ workingHours: { startTime: '18:00:00' } }",
      { workingHours: { startTime: '08:00:00', endTime: '17:00:00' } },
    ],
    ['with a schedule that is over', '{ automaticRepliesSetting: { status: scheduled } }', OVER],
    [
      'with a date that is past',
      "{ automaticRepliesSetting: { scheduledEndDateTime: { dateTime: '2020-01-03T08:00:00' } } }",
      TO_COME,
    ],
  ])('%s', async (_, set, edit) => {
    const policy = `rules:\n  - id: refused\n    expect: { Locale: { const: xx-XX } }\n    set: ${set}\n`;
    const { tenant, address, about } = await mailbox(
      policy,
      'workingHours' in edit ? edit : { automaticRepliesSetting: { status: 'alwaysEnabled', ...edit } },
    );
    const plan = await run(tenant, about);
    expect(plan).toMatchObject({ codes: ['SET_REFUSED'], outputs: { result: 'error' }, planned: [] });
    expect(plan.errors.join()).toContain(address);
    expect(plan.errors.join()).toContain('"refused"');
  });
});
