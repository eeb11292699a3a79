import type { Json } from '../../../json.ts';
import { shownOf, type Known, type RowView } from '../../../reports/known.ts';
import { cellText, visibleLine } from '../../../text/display.ts';
import { endsPhrase } from '../../../text/mail-ends.ts';
import type { RulesOf } from './address-rows.ts';

/** Whose an address is, and where mail to it ends, a sentence a line. */
export function routeText({ cell }: RowView, rulesOf: RulesOf): string {
  const text = (column: string): string => visibleLine(cellText(shownOf(cell(column)) ?? null));
  const address = text('Address');
  const sentences = [
    ownerSentence(text),
    ...textsOf(cell('Route')).map(capitalized),
    landsSentence(address, cell('Lands')),
    ...(text('DomainAccepted') === 'no' ? [`${text('Domain')} is no accepted domain of the tenant`] : []),
    ...(text('OutsideSenders') === '' ? [] : [`Mail of senders outside is ${text('OutsideSenders')}`]),
    ...(rulesOf(text('Owner')) ?? []).map((rule) => `Possible: ${rule}`),
  ];
  return [address, ...sentences.map((sentence) => `  ${sentence}.`)].join('\n');
}

function ownerSentence(text: (column: string) => string): string {
  const owner = text('Owner');
  if (owner === '') return 'Whose it is, and whether inbox rules send its mail on, is not known';
  const names = [text('OwnerName'), text('OwnerType')].filter((name) => name !== '').join(', ');
  const whose = `${owner}${names === '' ? '' : ` (${names})`}`;
  return text('Primary') === 'yes' ? `It is the primary address of ${whose}` : `It is an address of ${whose}`;
}

/** @param lands a list, of which what it shows is certain, or `nowhere` */
function landsSentence(address: string, lands: Known<Json> | undefined): string {
  const phrase = endsPhrase(textsOf(lands), lands?.isKnown === true);
  return phrase === undefined ? `Where mail to ${address} ends is not known` : `Mail to ${address} ${phrase}`;
}

function textsOf(list: Known<Json> | undefined): readonly string[] {
  const shown = shownOf(list);
  return Array.isArray(shown) ? shown.map((one) => visibleLine(cellText(one))) : [];
}

function capitalized(sentence: string): string {
  return sentence.startsWith('mail flow') ? `M${sentence.slice(1)}` : sentence;
}
