import assert from 'node:assert/strict';
import { after, before, describe, test } from 'node:test';
import { loadOnlinedienste } from '#forms/onlinedienst';
import { prove } from '#prover';
import { assetFiles } from '#ui';
import { expectNoAxeViolations, newPage, openBrowser } from '../support/browser.ts';

const folder = new URL('../../data/onlinedienste', import.meta.url).pathname;

const styles = assetFiles()
  .filter(({ name }) => name.endsWith('.css'))
  .map(({ body }) => body.toString('utf8'))
  .join('\n');

/** A page as the prover rendered it, in the least frame that a page needs. */
function framed(title: string, main: string): string {
  const bare = main.replaceAll(/<script[^>]*>\s*<\/script>/g, '');
  return `<!doctype html><html lang="de"><head><title>${title}</title><style>${styles}</style></head><body><main><h1>${title}</h1>${bare}</main></body></html>`;
}

describe('every page that the prover brings up', () => {
  let shared: Awaited<ReturnType<typeof openBrowser>>;
  before(async () => {
    shared = await openBrowser();
  });
  after(() => shared[Symbol.asyncDispose]());

  test('is what axe wants too, in every shipped Onlinedienst', async () => {
    const loaded = await loadOnlinedienste(folder);
    assert.ok(loaded.ok);
    await using opened = await newPage(shared.browser, { width: 320 });
    for (const { form } of loaded.value) {
      const { visited } = await prove([{ name: 'Grunddefinition', form, values: null }], '2026-11-22');
      assert.ok(visited.length > 0);
      for (const { page, html } of visited) {
        await opened.page.setContent(framed(page, html));
        await expectNoAxeViolations(opened.page);
      }
    }
  });
});
