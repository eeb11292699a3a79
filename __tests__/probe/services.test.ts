import { expect, test } from '@jest/globals';
import { TokenSource } from '../../src/auth/token-source.ts';
import { Services } from '../../probe/services.ts';
import { newDispatcher } from '../../src/http/dispatcher.ts';
import { thisMachine } from '../../src/http/machine.ts';
import { scenarios } from '../support/scenario.ts';

const { newTenant } = scenarios();

test('a service without a response is not waited for', async () => {
  const tenant = await newTenant({ certificates: [], faults: { hang: { rate: 1 } } });
  const dispatcher = newDispatcher();
  const signIn = {
    ...thisMachine(),
    ...tenant,
    dispatcher,
    mask: () => undefined,
    signal: new AbortController().signal,
  };
  const tokens = new TokenSource({ send: () => new Promise(() => undefined) }, Date.now);
  const services = new Services({
    ...signIn,
    tokens: { Graph: tokens, Exchange: tokens },
    certificate: undefined,
    oidcClaims: undefined,
    oidcAudience: undefined,
    env: {},
    repository: undefined,
    addresses: tenant.addresses,
    maxWait: 20,
  });
  await expect(services.graph('mailboxSettings')).rejects.toMatchObject({
    name: 'NotChecked',
    message: 'There was no response within 0.02 seconds.',
  });
  await dispatcher.destroy();
});
