import { textIn, type JsonObject } from '../../json.ts';
import { unknownBecause, type UnknownValue } from '../../reports/known.ts';
import { utcText } from '../../text/numbers.ts';
import { blockOf, newPasswordOf, sessionsEndOf } from '../commands.ts';
import type { Finding, Observations } from '../answer.ts';
import type { Account } from '../incident.ts';
import { accountPath } from '../open-incident.ts';
import type { Question } from '../question.ts';
import type { GraphNeed } from '../reads/graph-reads.ts';

const NEED: GraphNeed = { what: 'the account', permission: 'User.Read.All' };
const SOURCE = 'Microsoft Graph, user';

/** Whether whoever has the old password, or a session from before, still gets in. */
export const account: Question = {
  id: 'account',
  question: 'Can the old password or an old session still be used?',
  permissions: [
    {
      name: 'User.Read.All',
      why: 'whether the account is blocked, and since when its password and sessions are valid',
    },
  ],
  cmdlets: [],
  reports: [],
  look: async ({ account: found, graph, since }) => {
    if (!found.isKnown) return nothing([found], 'Not known.');
    if (found.value.kind === 'deleted') return nothing([], 'The account is deleted: nobody can sign in with it.');
    const object = await graph.get(accountPath(found.value.id), NEED);
    if (!object.isKnown) return nothing([object], 'Not known.');
    if (object.value.accountEnabled === false) return nothing([], 'Sign-in with the account is blocked.');
    return ofEnabled(found.value, object.value, since);
  },
};

function nothing(missing: readonly UnknownValue<unknown>[], summary: string): Observations {
  return { findings: [], seen: [], missing, summary, sources: [SOURCE] };
}

function ofEnabled(found: Account, object: JsonObject, since: Date): Observations {
  const findings: Finding[] = [];
  const missing: UnknownValue<unknown>[] = [];
  if (object.accountEnabled !== true)
    missing.push(unknownBecause('not-in-the-answer', 'Graph does not say whether the account is enabled.'));
  const changed = timeIn(object, 'lastPasswordChangeDateTime');
  const isSynchronized = object.onPremisesSyncEnabled === true;
  if (found.kind === 'guest') {
    missing.push(
      unknownBecause('not-in-the-answer', 'The account is a guest: its password is that of another tenant.'),
    );
  } else if (changed === undefined) {
    missing.push(unknownBecause('not-in-the-answer', 'Graph does not say when the password was changed.'));
  } else if (changed < since) {
    findings.push({
      what: `The password is that of ${utcText(changed.getTime())}, from before --since`,
      time: undefined,
      source: SOURCE,
      containment: [blockOf(found), newPasswordOf(found, isSynchronized)],
    });
  }
  const valid = timeIn(object, 'signInSessionsValidFromDateTime');
  if (valid === undefined) {
    missing.push(unknownBecause('not-in-the-answer', 'Graph does not say since when sessions are valid.'));
  } else if (valid < since) {
    findings.push({
      what: `Sessions since ${utcText(valid.getTime())} are valid, also those from before --since`,
      time: undefined,
      source: SOURCE,
      containment: [sessionsEndOf(found)],
    });
  }
  const shown = [
    ['The password was changed', changed],
    ['Sessions were ended', valid],
  ] as const;
  const seen = shown.flatMap(([what, time]) =>
    time !== undefined && time >= since ? [{ what, time, source: SOURCE }] : [],
  );
  const summary = 'The password was changed and sessions were ended since --since.';
  return { findings, seen, missing, summary, sources: [SOURCE] };
}

function timeIn(object: JsonObject, name: string): Date | undefined {
  const time = new Date(textIn(object, name));
  return Number.isNaN(time.getTime()) ? undefined : time;
}
