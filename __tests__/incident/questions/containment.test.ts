import { expect, test } from '@jest/globals';
import { account } from '../../../src/incident/questions/account.ts';
import { evidence } from '../../../src/incident/questions/evidence.ts';
import { asked } from './asked.ts';

test('blocks, signs out and resets an account once, by its ID, and a synchronized one on-premises', async () => {
  const ids: string[] = [];
  const { containment } = await asked([account], {
    happens: ({ tenant, who, id, iso }) => {
      ids.push(id);
      const old = { lastPasswordChangeDateTime: iso(90), signInSessionsValidFromDateTime: iso(90) };
      tenant.editAccount(who, { accountEnabled: true, onPremisesSyncEnabled: true, ...old });
    },
  });
  const [id = ''] = ids;
  expect(id).toMatch(/^[0-9a-f-]{36}$/);
  expect(containment.map(({ step, command }) => [step, command])).toEqual([
    ['block', `Update-MgUser -UserId '${id}' -AccountEnabled:$false`],
    ['sessions', `Revoke-MgUserSignInSession -UserId '${id}'`],
    ['password', undefined],
  ]);
});

test('holds the mailbox first also if it is not known whether something holds it', async () => {
  const { answers, containment } = await asked([evidence], {
    options: { exchange: { lackedCmdlets: ['Get-OrganizationConfig'] } },
    happens: ({ tenant, who }) => {
      tenant.editExchange(who, { LitigationHoldEnabled: false, InPlaceHolds: [] });
    },
  });
  expect(answers.map(({ answer }) => answer)).toEqual(['yes']);
  expect(containment[0]).toMatchObject({
    step: 'hold',
    command: expect.stringMatching(/-LitigationHoldEnabled \$true$/),
  });
});
