/** GitHub's command line on the machine of a person: the test process, at GH_SERVER, does what it is told. */
const response = await fetch(process.env.GH_SERVER ?? '', {
  method: 'POST',
  body: JSON.stringify({ args: process.argv.slice(2), folder: process.cwd() }),
});
const text = await response.text();
if (response.status === 200) process.stdout.write(text);
else process.stderr.write(text);
process.exitCode = response.status === 200 ? 0 : 1;
