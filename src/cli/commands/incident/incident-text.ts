import type { Answer } from '../../../incident/answer.ts';
import { evidenceOf, type IncidentResult } from '../../../incident/incident-json.ts';
import { detailOf } from '../../../reports/known.ts';
import { utcText } from '../../../text/numbers.ts';
import { terminalText, type Format, type Terminal } from '../../terminal.ts';

const COLORS: Readonly<Record<Answer['answer'], Format>> = { yes: 'red', unknown: 'yellow', no: 'green' };

/** The answers, what to do, and the files, for a terminal. Texts of services are escaped. */
export function incidentText(
  { incident, sinceReason, answers, containment }: IncidentResult,
  files: readonly string[],
  style: Terminal['style'],
): string {
  const { named: address, since } = incident;
  return [
    line(`${address}, since ${utcText(since.getTime())}. ${sinceReason}`),
    ...answers.map((answer) => answerText(answer, style)),
    containment.length === 0 ? '' : `${style('bold', 'What to do, in this order. Nothing was changed.')}\n`,
    ...containment.flatMap(({ about, command }, at) => [
      line(`${at + 1}. ${about}`),
      ...(command === undefined ? [] : [line(`   ${command}`)]),
    ]),
    line(`Files: ${files.join(', ')}`),
  ].join('');
}

function answerText(answer: Answer, style: Terminal['style']): string {
  const { answer: value, question, id, text, missing, findings } = answer;
  const evidence = evidenceOf(answer).filter(({ isFinding }) => isFinding);
  return [
    `${style(COLORS[value], value.padEnd(7))} ${style('bold', id)}: ${question}\n`,
    ...(findings.length === 0 && value === 'no' ? [line(`          ${text}`)] : []),
    ...evidence.map(({ what, time, by = '' }) => {
      const facts = [time === undefined ? '' : utcText(time.getTime()), by === '' ? '' : `by ${by}`];
      const known = facts.filter((one) => one !== '').join(', ');
      return line(`          ${what}${known === '' ? '' : ` (${known})`}`);
    }),
    ...missing.map((one) => line(`          Not known: ${detailOf(one)}`)),
  ].join('');
}

function line(text: string): string {
  return `${terminalText(text.replaceAll(/[\r\n]+/g, ' '))}\n`;
}
