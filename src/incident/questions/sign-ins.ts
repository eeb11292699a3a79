import { count, counted, utcText } from '../../text/numbers.ts';
import type { Finding } from '../answer.ts';
import type { Question } from '../question.ts';
import { networkOf, SIGN_IN_NEED, signInHistory, type SignIn, type SignInHistory } from '../reads/sign-ins.ts';
import { endSessions } from './account.ts';

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
    const { after, days, unusable, missing } = history;
    const containment = incident.account.isKnown ? [endSessions(incident.account.value)] : [];
    const isUsable = unusable === undefined;
    const findings = isUsable ? newSignIns(history).map((finding): Finding => ({ ...finding, containment })) : [];
    // Without sign-ins since, none is new, whatever was usual before.
    const gaps = isUsable || after.length === 0 ? [] : [unusable];
    const ofDays = `The log has ${counted(days, 'day', 'days')} before.`;
    return {
      findings,
      seen: isUsable ? [] : after.map(shownSignIn),
      missing: [...new Set([...missing, ...gaps])],
      summary:
        after.length === 0
          ? `No successful sign-in since ${utcText(incident.since.getTime())}. ${ofDays}`
          : `${counted(after.length, 'sign-in', 'sign-ins')} came from usual addresses, places and clients. ${ofDays}`,
      sources: [`${SOURCE}, interactive and not`, `${count(days)} days before --since`],
    };
  },
};

function shownSignIn({ time, address, place, client, application }: SignIn) {
  const from = [address, place, client, application].filter((text) => text !== '').join(', ');
  return { what: `Sign-in from ${from}`, time, by: address, source: SOURCE };
}

/** The sign-ins with something new, those from the same address, place and client together. */
function newSignIns({ before, after }: SignInHistory): readonly Finding[] {
  const usual = {
    networks: new Set(before.map(({ address }) => networkOf(address))),
    places: new Set(before.map(({ place }) => place)),
    clients: new Set(before.map(({ client }) => client)),
  };
  const newsOf = ({ address, place, client }: SignIn): readonly string[] => [
    ...(usual.networks.has(networkOf(address)) ? [] : ['address']),
    ...(place === '' || usual.places.has(place) ? [] : ['place']),
    ...(client === '' || usual.clients.has(client) ? [] : ['client']),
  ];
  const groups = Map.groupBy(after, (signIn) => JSON.stringify([signIn.address, signIn.place, signIn.client]));
  return [...groups.values()].flatMap((group): readonly Finding[] => {
    const first = group.at(-1);
    const news = first === undefined ? [] : newsOf(first);
    if (first === undefined || news.length === 0) return [];
    const { time, address, place, client } = first;
    const from = [address, place, client].filter((text) => text !== '').join(', ');
    const times = group.length === 1 ? 'Sign-in' : `${count(group.length)} sign-ins`;
    const what = `${times} from ${from}: new ${news.join(', ')}`;
    return [{ what, time, by: address, source: SOURCE, indicators: [{ kind: 'ip', value: address }] }];
  });
}
