import { inflateRawSync } from 'node:zlib';
import { ROOT } from '../demo/runner.ts';
import { DRAWN_GUID } from './fixed-time.ts';

/** What a text has that differs from run to run, with the word in place of it. */
export type Replacements = readonly (readonly [text: string, placeholder: string])[];

/** A text of a run without ports, folders, GUIDs that are drawn, and others of `replacements`. */
export function withPlaceholders(text: string, replacements: Replacements): string {
  let replaced = text;
  for (const [from, to] of [...replacements, [ROOT, '<clone>'] as const]) {
    if (from !== '') replaced = replaced.replaceAll(from, to);
  }
  const guids = new Map<string, string>();
  return (
    replaced
      .replaceAll(DRAWN_GUID, (guid) => {
        const known = guids.get(guid) ?? `<guid ${guids.size + 1}>`;
        guids.set(guid, known);
        return known;
      })
      .replaceAll(/(?<=127\.0\.0\.1:)\d{4,5}\b/g, '<port>')
      .replaceAll(/(?<=<(?:home|scratch)>(?:\/\d+)?\/temp)(?:\/[\w.@-]+)+/g, withoutSuffixes)
      .replaceAll(/(?<=-----BEGIN CERTIFICATE-----\n).*?(?=-----END)/gs, '<certificate>\n')
      .replaceAll(/\bMII[\w+/=]{200,}/g, '<certificate>')
      .replaceAll(/\b[0-9A-F]{40}\b/g, '<thumbprint>')
      .replaceAll(/(?<="customKeyIdentifier": ")[^"]+/g, '<thumbprint>')
      // Of an archive that has the page, which names the ports of the tenant.
      .replaceAll(/(?<=SHA256 digest of downloaded artifact is )[0-9a-f]{64}/g, '<digest>')
  );
}

/** The names of temporary folders end with six random characters. */
function withoutSuffixes(folders: string): string {
  return folders.replaceAll(/(?<=-)[A-Za-z0-9]{6}(?=\/|$)/g, '<random>');
}

/** A report page as text: its rows and its data are readable, and its program is left out, which is built into `dist`. */
export function pageText(html: string): string {
  return html
    .replace(/(?<=<style>).*?(?=<\/style>)/s, 'page.css')
    .replace(/(?<=<script>).*(?=<\/script>)/s, 'page.js')
    .replaceAll(/(?<=sha256-)[\w+/=]+/g, '<hash>')
    .replace(/(?<=id="page-data">).*?(?=<\/script>)/s, (json) => `\n${indented(json)}\n`)
    .replaceAll(/(?<=id="rows-\d+">\n).*?(?=<\/script>)/gs, (chunks) => chunks.split('\n').map(inflated).join(''));
}

function inflated(chunk: string): string {
  return chunk === '' ? '' : `${inflateRawSync(Buffer.from(chunk, 'base64')).toString()}\n`;
}

function indented(json: string): string {
  return JSON.stringify(JSON.parse(json), undefined, 1);
}
