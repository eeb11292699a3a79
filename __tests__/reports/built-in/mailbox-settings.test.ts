import { describe, expect, test } from '@jest/globals';
import type { Json, JsonObject } from '../../../src/json.ts';
import { compileColumns } from '../../../src/reports/columns.ts';
import { collectedRows } from '../collected-rows.ts';
import { columnNames } from '../../../src/reports/definition.ts';
import { mailboxSettings } from '../../../src/reports/built-in/mailbox-settings.ts';
import { EvaluationContext } from '../../../src/reports/expressions/evaluation.ts';
import { rowsOf } from '../../../src/reports/rows.ts';

const mailbox = { address: 'megan@contoso.com', file: 'list.txt', line: 1 };
const read = compileColumns(mailboxSettings);
const CHRISTMAS = Date.parse('2026-12-24T12:00:00Z');

function row(answer: Json, now = CHRISTMAS): Record<string, Json> {
  const context = new EvaluationContext(undefined, now);
  const [found] = rowsOf(mailbox, { status: 'ok', value: [read(answer, context)] }, mailboxSettings);
  const cells = [found.mailbox.address, ...found.cells, found.status, found.error];
  return Object.fromEntries(columnNames(mailboxSettings).map((name, at) => [name, cells[at] ?? null]));
}

// The shape of the answer in https://learn.microsoft.com/graph/api/user-get-mailboxsettings
const settings = {
  archiveFolder: 'AAMk',
  timeZone: 'W. Europe Standard Time',
  automaticRepliesSetting: {
    status: 'Scheduled',
    externalAudience: 'all',
    scheduledStartDateTime: { dateTime: '2026-12-20T17:00:00.0000000', timeZone: 'UTC' },
    scheduledEndDateTime: { dateTime: '2027-01-04T07:00:00.0000000', timeZone: 'W. Europe Standard Time' },
    internalReplyMessage: '<html>away</html>',
    externalReplyMessage: null,
  },
  language: { locale: 'de-DE', displayName: 'Deutsch (Deutschland)' },
  workingHours: {
    daysOfWeek: ['monday', 'tuesday'],
    startTime: '08:00:00.0000000',
    endTime: '17:30:00.0000000',
    timeZone: { name: 'W. Europe Standard Time' },
  },
  dateFormat: 'dd.MM.yyyy',
  timeFormat: 'HH:mm',
  delegateMeetingMessageDeliveryOptions: 'sendToDelegateOnly',
  userPurpose: { value: 'shared' },
};

describe('a row', () => {
  test('has no dates without a schedule, although Graph sends some', () => {
    for (const status of ['disabled', 'alwaysEnabled', null]) {
      const replies = { ...settings.automaticRepliesSetting, status };
      expect(row({ ...settings, automaticRepliesSetting: replies })).toMatchObject({
        AutomaticReplyStatus: status,
        AutomaticReplyStart: null,
        AutomaticReplyEnd: null,
      });
    }
  });

  test.each([
    ['scheduled', '2026-12-20T16:59:59Z', 'no'],
    ['scheduled', '2026-12-20T17:00:00Z', 'yes'],
    ['Scheduled', '2027-01-04T05:59:59Z', 'yes'],
    ['scheduled', '2027-01-04T06:00:00Z', 'no'],
    ['AlwaysEnabled', '2027-02-01T00:00:00Z', 'yes'],
    ['disabled', '2026-12-24T00:00:00Z', 'no'],
  ])('says of replies that are %s whether they are sent at %s: %s', (status, now, active) => {
    const replies = { ...settings.automaticRepliesSetting, status };
    expect(row({ ...settings, automaticRepliesSetting: replies }, Date.parse(now)).AutomaticReplyActive).toBe(active);
  });

  test('is blank for an empty response', () => {
    const { MailboxName, Status, Error, ...cells } = row({});
    expect([MailboxName, Status, Error]).toEqual(['megan@contoso.com', 'ok', '']);
    expect(new Set(Object.values(cells))).toEqual(new Set([null]));
  });
});

test('has unknown cells for a mailbox without settings', () => {
  for (const response of [{}, { '@odata.context': 'x' }, { value: [] }]) {
    const [found] = collectedRows(mailboxSettings, response);
    expect(found?.incomplete).toEqual(Object.keys(mailboxSettings.columns));
  }
});

test('has an unknown cell for a property that Graph omits, and a known one for a blank property', () => {
  const { timeZone, userPurpose, language, ...others } = settings;
  const blank = { ...others, timeZone: '', language: { ...language, locale: null } };
  const [found] = collectedRows(mailboxSettings, blank);
  expect([timeZone, userPurpose.value, found?.cells.TimeZone, found?.cells.Locale]).toEqual([
    'W. Europe Standard Time',
    'shared',
    null,
    null,
  ]);
  // Whether replies are sent depends on the time, which is not given.
  expect(found?.incomplete).toEqual(['AutomaticReplyActive', 'UserPurpose']);
  expect(collectedRows(mailboxSettings, { ...settings, language: null })[0]?.incomplete).toEqual([
    'AutomaticReplyActive',
  ]);
});

test.each<JsonObject>([
  {},
  { automaticRepliesSetting: null },
  { automaticRepliesSetting: { externalAudience: 'all' } },
  { automaticRepliesSetting: { status: 'someday' } },
  { automaticRepliesSetting: { status: 'scheduled' } },
  {
    automaticRepliesSetting: {
      status: 'scheduled',
      scheduledStartDateTime: { dateTime: '2026-12-20T17:00:00', timeZone: 'Customized Time Zone' },
      scheduledEndDateTime: { dateTime: '2027-01-04T07:00:00', timeZone: 'Customized Time Zone' },
    },
  },
])('does not know whether replies are sent from %j', (response) => {
  const [found] = collectedRows(mailboxSettings, { timeZone: 'UTC', ...response });
  expect(found?.cells.AutomaticReplyActive).toBeNull();
  expect(found?.incomplete).toContain('AutomaticReplyActive');
});

test.each<[JsonObject, JsonObject]>([
  [{ dateTime: '2026-12-20T17:00:00.0000000' }, { dateTime: '2027-01-04T07:00:00.0000000', timeZone: null }],
  [{ timeZone: 'UTC' }, {}],
])('has unknown cells for the times %j and %j of a schedule, which lack a part', (start, end) => {
  const replies = {
    ...settings.automaticRepliesSetting,
    scheduledStartDateTime: start,
    scheduledEndDateTime: end,
  };
  const [found] = collectedRows(mailboxSettings, { ...settings, automaticRepliesSetting: replies });
  expect(found?.cells).toMatchObject({ AutomaticReplyStart: null, AutomaticReplyEnd: null });
  expect(found?.incomplete).toEqual(['AutomaticReplyStart', 'AutomaticReplyEnd', 'AutomaticReplyActive']);
});

test.each<JsonObject>([
  { timeZone: 7 },
  { timeZone: {} },
  { language: 'de-DE' },
  { automaticRepliesSetting: [] },
  { workingHours: { daysOfWeek: 'monday' } },
  { workingHours: { daysOfWeek: [1] } },
  { userPurpose: true },
])('%j is not accepted as settings', (response) => {
  expect(() => collectedRows(mailboxSettings, { dateFormat: 'yyyy', ...response })).toThrow(TypeError);
});
