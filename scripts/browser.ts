import { existsSync } from 'node:fs';
import { chromium, type Browser } from 'playwright-core';

const PLACES: readonly string[] = [
  '/usr/bin/chromium',
  '/usr/bin/chromium-browser',
  '/usr/bin/google-chrome',
  '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome',
  '/Applications/Microsoft Edge.app/Contents/MacOS/Microsoft Edge',
  'C:\\Program Files\\Google\\Chrome\\Application\\chrome.exe',
  'C:\\Program Files (x86)\\Google\\Chrome\\Application\\chrome.exe',
  'C:\\Program Files (x86)\\Microsoft\\Edge\\Application\\msedge.exe',
];

/** Starts the browser of this machine without a window. Throws an error that says how to get one where there is none. */
export async function launchBrowser(): Promise<Browser> {
  return chromium.launch({
    executablePath: browserPath(),
    // Chromium's sandbox does not work for root, as whom containers run.
    args: process.getuid?.() === 0 ? ['--no-sandbox'] : [],
  });
}

function browserPath(): string {
  const asked = process.env.MAILBOX_REPORT_BROWSER;
  const found = asked ?? PLACES.find((place) => existsSync(place));
  if (found !== undefined) return found;
  throw new Error(
    'The report page is tested and measured in a Chromium, Chrome or Edge. Install one (Debian and Ubuntu: `apt-get install ' +
      'chromium`), or set MAILBOX_REPORT_BROWSER to the program of the one you have.',
  );
}
