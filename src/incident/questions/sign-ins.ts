import { count, counted, utcText } from '../../text/numbers.ts';
import type { Evidence, Finding } from '../answer.ts';
import { sessionsEndOf } from '../commands.ts';
import type { Question } from '../question.ts';
import { networkOf, SIGN_IN_NEED, signInHistory, type SignIn, type SignInHistory } from '../reads/sign-ins.ts';

const SOURCE = 'sign-in log';

/** Whether somebody got in from where, or with what, the person did not before. */
export const signIns: Question = {
  id: 'sign-ins',
  question: 'Was there a successful sign-in from a new address, place or client?',
  permissions: [
    { name: SIGN_IN_NEED.permission, why: 'the sign-ins of the account, interactive and not', license: 'Entra ID P1' },
  ],
  cmdlets: [],
  reports: [],
  look: async (incident) => {
    const history = await signInHistory(incident);
    const { before, after, days, unusable, missing } = history;
    const containment = incident.account.isKnown ? [sessionsEndOf(incident.account.value)] : [];
    const isUsable = unusable === undefined;
    const findings = isUsable ? newSignIns(history).map((finding): Finding => ({ ...finding, containment })) : [];
    // If the log reaches back to before and has none since, none is new, whatever was usual.
    const gaps = isUsable || (after.length === 0 && before.length > 0) ? [] : [unusable];
    const ofDays = `The log has ${counted(days, 'day', 'days')} before.`;
    return {
      findings,
      seen: isUsable ? [] : groupsOf(after).map(({ evidence }) => evidence),
      missing: [...new Set([...missing, ...gaps])],
      summary:
        after.length === 0
          ? `No successful sign-in since ${utcText(incident.since.getTime())}. ${ofDays}`
          : `${counted(after.length, 'sign-in', 'sign-ins')} came from usual addresses, places and clients. ${ofDays}`,
      sources: [`${SOURCE}, interactive and not`, `${count(days)} days before --since`],
    };
  },
};

/** The sign-ins from one address and place with one client. */
interface Group {
  readonly first: SignIn;
  readonly evidence: Evidence;
}

function groupsOf(signIns: readonly SignIn[]): readonly Group[] {
  const groups = Map.groupBy(signIns, ({ address, place, client }) => JSON.stringify([address, place, client]));
  return [...groups.values()].flatMap((group): readonly Group[] => {
    const first = group.at(-1);
    if (first === undefined) return [];
    const { time, address, place, client } = first;
    const from = [address, place, client].filter((text) => text !== '').join(', ');
    const times = group.length === 1 ? 'Sign-in' : `${count(group.length)} sign-ins`;
    return [{ first, evidence: { what: `${times} from ${from}`, time, by: address, source: SOURCE } }];
  });
}

/** The sign-ins with something new. */
function newSignIns({ before, after }: SignInHistory): readonly Finding[] {
  const usual = {
    networks: new Set(before.map(({ address }) => networkOf(address))),
    places: new Set(before.map(({ place }) => place)),
    clients: new Set(before.map(({ client }) => client)),
  };
  return groupsOf(after).flatMap(({ first: { address, place, client }, evidence }): readonly Finding[] => {
    const news = [
      ...(usual.networks.has(networkOf(address)) ? [] : ['address']),
      ...(place === '' || usual.places.has(place) ? [] : ['place']),
      ...(client === '' || usual.clients.has(client) ? [] : ['client']),
    ];
    if (news.length === 0) return [];
    const what = `${evidence.what}: new ${news.join(', ')}`;
    return [{ ...evidence, what, indicators: [{ kind: 'ip', value: address }] }];
  });
}
