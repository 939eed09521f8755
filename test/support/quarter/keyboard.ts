import assert from 'node:assert/strict';
import type { Page } from 'playwright-core';

/** Goes by Tab to what fits a CSS selector or carries these words; nothing else moves the focus. */
export async function tabTo(page: Page, wanted: { readonly selector?: string; readonly words?: string }) {
  const there = `((selector, words) => {
    const one = document.activeElement;
    if (!one || one === document.body) return false;
    if (selector) return one.matches(selector);
    return (one.textContent ?? '').replace(/\\s+/g, ' ').trim() === words;
  })(${JSON.stringify(wanted.selector ?? '')}, ${JSON.stringify(wanted.words ?? '')})`;
  for (let turn = 0; turn < 250; turn += 1) {
    await page.keyboard.press('Tab');
    if (await page.evaluate<boolean>(there)) return;
  }
  assert.fail(`${JSON.stringify(wanted)} cannot be reached by Tab at ${page.url()}`);
}
