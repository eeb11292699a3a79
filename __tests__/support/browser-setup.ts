import { prepareBrowser } from '../../scripts/browser.ts';

/** Extracts the browser of the page tests once, before the workers start. */
export default function setup(): void {
  prepareBrowser();
}
