/**
 * `gh api` of GitHub's command line against the embedded GitHub, whose address is the first argument: the path, `--method`, `--input`, `-f`
 * and `--jq`, which errors are not given to. https://cli.github.com/manual/gh_api https://github.com/cli/cli/issues/5209
 */
import { spawnSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { parseArgs } from 'node:util';
import { isRecord, jsonOrUndefined } from '../../src/json.ts';

const [origin = '', ...args] = process.argv.slice(2);
const { positionals, values } = parseArgs({
  args,
  allowPositionals: true,
  options: {
    method: { type: 'string' },
    input: { type: 'string' },
    'raw-field': { type: 'string', short: 'f', multiple: true },
    jq: { type: 'string' },
  },
});
const [command, path = ''] = positionals;
const { GH_TOKEN: token = '' } = process.env;
if (command !== 'api' || token === '') throw new Error(`gh ${command ?? ''} is not a request, or there is no token`);

const fields = values['raw-field']?.map((field) => /^([^=]+)=(.*)$/s.exec(field)?.slice(1) ?? []);
const body =
  values.input === undefined ? fields && JSON.stringify(Object.fromEntries(fields)) : readFileSync(values.input);
const response = await fetch(`${origin}/${path}`, {
  method: values.method ?? (body === undefined ? 'GET' : 'POST'),
  headers: { authorization: `token ${token}`, 'user-agent': 'GitHub CLI' },
  ...(body === undefined ? {} : { body }),
});
const bytes = Buffer.from(await response.arrayBuffer());
if (!response.ok) {
  const error = jsonOrUndefined(bytes.toString('utf8'));
  const { message = '', errors = [] } = isRecord(error) ? error : {};
  const texts = Array.isArray(errors) ? errors.map((one) => (isRecord(one) ? one.message : one)) : [];
  process.stdout.write(bytes);
  process.stderr.write(`gh: ${[message, ...texts].map(String).join('\n')} (HTTP ${response.status})\n`);
  process.exitCode = 1;
} else if (values.jq === undefined) {
  process.stdout.write(bytes);
} else {
  const { stdout, stderr, status } = spawnSync('jq', ['--raw-output', values.jq], { input: bytes });
  process.stdout.write(stdout);
  process.stderr.write(stderr);
  process.exitCode = status ?? 1;
}
