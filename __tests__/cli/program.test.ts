import { expect, test } from '@jest/globals';
import { runCommandLine } from '../../src/cli/program.ts';
import { quietTerminal } from './quiet-terminal.ts';

async function run(nodeVersion: string, ...args: string[]) {
  let said = '';
  const terminal = quietTerminal({
    out: (text) => (said += text),
    err: (text) => (said += text),
  });
  const code = await runCommandLine({ args, env: {}, version: '1.2.3', nodeVersion }, terminal);
  return { code, said };
}

const DOCTOR = ['doctor', '--tenant-id', 'contoso.com', '--client-id', 'x', '--pfx', 'no.pfx', '--mailbox', 'a@b.co'];
const VALIDATE = ['validate', '--policy', 'no-such-policy.yml'];

test.each([
  ['20.20.2', '22.19', DOCTOR],
  ['22.18.0', '22.19', DOCTOR],
  ['20.20.2', '22.19', VALIDATE],
  ['22.9.1', '22.19', VALIDATE],
  ['20.11.1', '20.12', ['certificate']],
])('on Node.js %s, a command that takes %s says so', async (nodeVersion, least, args) => {
  const { code, said } = await run(nodeVersion, ...args);
  expect(code).toBe(1);
  expect(said).toContain(
    `error: NODE_TOO_OLD: This command takes Node.js ${least} or newer; this is ${nodeVersion}.\n  Install a newer one`,
  );
});

test.each(['22.19.0', '24.0.0'])('on Node.js %s, it runs', async (nodeVersion) => {
  const { said } = await run(nodeVersion, ...VALIDATE);
  expect(said).toContain('There is no policy file no-such-policy.yml');
});

test('help needs no newer one', async () => {
  expect(await run('20.0.0', '--help')).toMatchObject({ code: 0 });
});

test('--json has it for programs', async () => {
  expect((await run('20.20.2', ...VALIDATE, '--json')).said).toContain('"code": "NODE_TOO_OLD"');
});
