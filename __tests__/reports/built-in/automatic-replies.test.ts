import { beforeAll, expect, test } from '@jest/globals';
import { automaticReplies } from '../../../src/reports/built-in/automatic-replies.ts';
import { loadPlainText } from '../../../src/reports/expressions/plain-text.ts';
import { collectedRows } from '../collected-rows.ts';

beforeAll(loadPlainText);

const answer = {
  '@odata.context': 'https://graph.microsoft.com/v1.0/$metadata#...',
  status: 'scheduled',
  externalAudience: 'contactsOnly',
  scheduledStartDateTime: { dateTime: '2026-12-20T17:00:00.0000000', timeZone: 'UTC' },
  scheduledEndDateTime: { dateTime: '2027-01-04T07:00:00.0000000', timeZone: 'W. Europe Standard Time' },
  internalReplyMessage: '<html>\r\n<body>\r\n<p>Away until <b>4 January</b>.</p></body>\r\n</html>\r\n',
  externalReplyMessage: '',
};

test('leaves out dates without a schedule, although Graph sends some', () => {
  for (const status of ['disabled', 'alwaysEnabled', null]) {
    const [row] = collectedRows(automaticReplies, { ...answer, status });
    expect(row?.cells).toMatchObject({
      AutomaticReplyStatus: status,
      AutomaticReplyStart: null,
      AutomaticReplyEnd: null,
    });
  }
});

test.each([
  ['nested too deep', `${'<div>'.repeat(101)}call +49 30 1234567`],
  ['too long', 'x'.repeat(131_073)],
])('treats a message that is %s as incomplete', (_case, externalReplyMessage) => {
  const [row] = collectedRows(automaticReplies, { ...answer, externalReplyMessage });
  expect(row?.incomplete).toEqual(['ExternalReply']);
});

test('returns a blank row for an empty response', () => {
  const [row, ...others] = collectedRows(automaticReplies, {});
  expect(others).toEqual([]);
  expect(new Set(Object.values(row?.cells ?? {}))).toEqual(new Set([null]));
});
