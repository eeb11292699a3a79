// Prints one line on an old Node.js, where npm would warn of every package: .npmrc hides that. Runs on any Node.js. npm says in its user
// agent by which it runs: `node` is that of node_modules, which npm has installed before.
const console = require('node:console');
const { env } = require('node:process');
const { engines } = require('../package.json');

const [, major, minor] = /node\/v(\d+)\.(\d+)/.exec(env.npm_config_user_agent) || [];
const [leastMajor, leastMinor] = engines.node.match(/\d+/g).map(Number);
if (Number(major) < leastMajor || (Number(major) === leastMajor && Number(minor) < leastMinor)) {
  console.error(`Node.js ${major}.${minor} is older than ${leastMajor}.${leastMinor}: install a newer one.`);
}
