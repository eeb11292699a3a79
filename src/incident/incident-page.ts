import { createHash } from 'node:crypto';
import { html, type Html } from '../outputs/page/html.ts';
import { detailOf } from '../reports/known.ts';
import { counted, utcText } from '../text/numbers.ts';
import type { Answer, Evidence } from './answer.ts';
import { evidenceOf, type IncidentResult } from './incident-json.ts';
import { JOINED, NOT_LOOKED_AT } from './limits.ts';

const STYLE = `
:root { color-scheme: light dark; font: 15px/1.5 system-ui, sans-serif; }
body { margin: 2rem auto; max-width: 60rem; padding: 0 1rem; }
h1 { margin-bottom: 0; } h2 { margin: 2rem 0 .5rem; } h3 { margin: 1.25rem 0 .25rem; }
table { border-collapse: collapse; width: 100%; } th, td { border-bottom: 1px solid #8886; padding: .3rem .6rem .3rem 0; text-align: left; vertical-align: top; overflow-wrap: anywhere; }
.answer { border: 1px solid currentColor; border-radius: .25rem; font-size: .85em; font-weight: 600; padding: 0 .4rem; text-transform: uppercase; }
.yes { color: #b3261e; } .unknown { color: #8a5a00; } .no { color: #1b6e34; }
code { display: block; overflow-wrap: anywhere; white-space: pre-wrap; font: 13px/1.5 ui-monospace, monospace; }
.note { color: #666; } time { white-space: nowrap; }
@media (prefers-color-scheme: dark) { .yes { color: #ff8a80; } .unknown { color: #ffc46b; } .no { color: #81c995; } .note { color: #aaa; } }
@media print { body { margin: 0; max-width: none; } section, tr { break-inside: avoid; } }
`;

/** The page of an incident: for a manager at the top, for an auditor below. It needs no network and no script. */
export function incidentPage(result: IncidentResult): string {
  const policy = `default-src 'none'; style-src 'sha256-${createHash('sha256').update(STYLE).digest('base64')}'; base-uri 'none'; form-action 'none'`;
  const { incident } = result;
  return [
    '<!doctype html>',
    '<html lang="en">',
    '<head>',
    '<meta charset="utf-8">',
    html`<meta http-equiv="Content-Security-Policy" content="${policy}" />`.text,
    '<meta name="viewport" content="width=device-width, initial-scale=1">',
    '<meta name="referrer" content="no-referrer">',
    html`<title>Incident: ${incident.named}</title>`.text,
    `<style>${STYLE}</style>`,
    '</head>',
    '<body>',
    head(result).text,
    overview(result).text,
    containmentSection(result).text,
    html`<h2>Answers</h2>
      ${result.answers.map(answerSection)}`.text,
    limitsSection(result).text,
    requestsSection(result).text,
    '</body>',
    '</html>',
    '',
  ].join('\n');
}

function head({ incident, sinceReason }: IncidentResult): Html {
  const { named: address, account, now, since, kept } = incident;
  const name = account.isKnown ? account.value.displayName : '';
  const kind = account.isKnown && account.value.kind !== 'member' ? ` (${account.value.kind})` : '';
  const reports =
    kept.place === undefined ? 'none' : `${counted(kept.nights.length, 'report', 'reports')} of ${kept.place}`;
  return html`<h1>Was ${address} taken over?</h1>
    <p class="note">Mailbox Report, ${utcText(now.getTime())}. All times are in UTC.</p>
    <table>
      <tbody>
        <tr>
          <th>Account</th>
          <td>${[name, address].filter((one) => one !== '').join(', ')}${kind}</td>
        </tr>
        <tr>
          <th>Since</th>
          <td>${utcText(since.getTime())}. ${sinceReason}</td>
        </tr>
        <tr>
          <th>Kept reports</th>
          <td>${reports}</td>
        </tr>
      </tbody>
    </table> `;
}

function overview({ answers }: IncidentResult): Html {
  return html`<h2>At a glance</h2>
    <table>
      <thead>
        <tr>
          <th>Answer</th>
          <th>Question</th>
          <th>Since</th>
          <th>By</th>
        </tr>
      </thead>
      <tbody>
        ${answers.map(
          (one) =>
            html`<tr>
              <td>${mark(one)}</td>
              <td>${one.question}</td>
              <td>${timeHtml(one.since)}</td>
              <td>${one.by}</td>
            </tr> `,
        )}
      </tbody>
    </table> `;
}

function mark({ answer }: Answer): Html {
  return html`<span class="answer ${answer}">${answer}</span>`;
}

function timeHtml(time: Date | undefined): Html | undefined {
  return time && html`<time datetime="${time.toISOString()}">${utcText(time.getTime())}</time>`;
}

function containmentSection({ containment }: IncidentResult): Html {
  if (containment.length === 0)
    return html`<h2>What to do</h2>
      <p>No answer is yes: nothing is to be taken back.</p> `;
  return html`<h2>What to do, in this order</h2>
    <p>Nothing was changed. Read each command before you run it.</p>
    <ol>
      ${containment.map(
        ({ about, command }) =>
          html`<li>
            ${about}.${command === undefined ? html` <strong>There is no command for it: act in the portal, or on-premises.</strong>` : html`<code>${command}</code>`}
          </li> `,
      )}
    </ol> `;
}

function answerSection(answer: Answer): Html {
  const evidence = evidenceOf(answer);
  return html`<section>
    <h3>${mark(answer)} ${answer.question}</h3>
    ${answer.findings.length === 0 ? html`<p>${answer.text}</p>` : undefined}
    ${evidence.length === 0 ? undefined : evidenceTable(evidence)}
    ${answer.missing.map((one) => html`<p><strong>Not known:</strong> ${detailOf(one)}</p> `)}
    <p class="note">From: ${answer.sources.join(', ')}</p>
  </section> `;
}

function evidenceTable(evidence: readonly (Evidence & { readonly isFinding: boolean })[]): Html {
  return html`<table>
    <thead>
      <tr>
        <th>When</th>
        <th>What</th>
        <th>By</th>
        <th>From</th>
      </tr>
    </thead>
    <tbody>
      ${evidence.map(
        ({ what, time, after, by, source, isFinding }) =>
          html`<tr>
            <td>${timeHtml(time)}${after === undefined ? undefined : html`, not yet at ${timeHtml(after)}`}</td>
            <td>${isFinding ? html`<strong>${what}</strong>` : what}</td>
            <td>${by}</td>
            <td>${source}</td>
          </tr> `,
      )}
    </tbody>
  </table>`;
}

function limitsSection({ incident }: IncidentResult): Html {
  return html`<h2>How to read this</h2>
    <p>${JOINED}</p>
    <p>Not looked at: ${NOT_LOOKED_AT.join('; ')}.</p>
    <ul>
      ${incident.kept.missing.map(({ name, reason }) => html`<li>${name}: ${reason}</li> `)}
    </ul> `;
}

function requestsSection({ incident }: IncidentResult): Html {
  const { entries } = incident.requests;
  return html`<h2>Requests</h2>
    <table>
      <tbody>
        ${entries.map(
          ({ time, service, request, outcome }) =>
            html`<tr>
              <td>${timeHtml(time)}</td>
              <td>${service}: ${request}</td>
              <td>${outcome}</td>
            </tr> `,
        )}
      </tbody>
    </table> `;
}
