import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import fc from 'fast-check';
import { openLive } from '../../src/contexts/forms/browser/live-engine.ts';
import { engineSource } from '../../src/contexts/forms/browser/live-script.ts';
import { compileForm } from '../../src/contexts/forms/domain/compile/compile-form.ts';
import type { PageKit } from '../../src/contexts/forms/domain/live/page-kit.ts';
import { arbitraryAnswers, arbitraryDefinition } from '../../src/contexts/forms/testing/arbitrary-form.ts';
import { contextOf, definitionOf, must } from '../../src/contexts/forms/testing/build.ts';
import {
  exampleAnswers,
  exampleFields,
  exampleParameters,
  examples,
  exampleValues,
} from '../../src/contexts/forms/testing/readme-examples.ts';
import { newContext, openBrowser } from '../support/browser.ts';

/** What the engine in the browser works out for kits, as on a page that nobody has typed into. */
async function inBrowser(kits: readonly PageKit[]): Promise<readonly unknown[]> {
  await using opened = await openBrowser();
  const context = await newContext(opened.browser);
  const page = await context.newPage();
  await page.addScriptTag({ content: `${engineSource()}\nglobalThis.engine = engine;` });
  const results: unknown[] = await page.evaluate(
    (given) =>
      JSON.parse(given).map((kit: PageKit) => {
        const { engine } = globalThis as unknown as { engine: { openLive: typeof openLive } };
        return engine.openLive(kit)?.(new URLSearchParams({ _fields: '' })) ?? null;
      }),
    JSON.stringify(kits),
  );
  await context.close();
  return results;
}

const { parameters, today } = contextOf(exampleParameters, exampleValues);

describe('the engine in Chromium', () => {
  it('gives what the examples of the documentation say', async () => {
    const vectors = examples();
    const kits = vectors.map(([source]): PageKit => {
      const value = { type: 'calculated', id: 'ergebnis', label: 'E', value: source, show: true };
      const definition = definitionOf([{ id: 'a', title: 'A', fields: [...exampleFields, value] }]);
      return {
        ...{ page: 'a', definition, parameterDefinitions: exampleParameters, parameters, today },
        answers: JSON.parse(JSON.stringify(exampleAnswers)),
      };
    });
    const results = await inBrowser(kits);
    assert.ok(vectors.length >= 65);
    for (const [index, [source, result]] of vectors.entries()) {
      const found = results[index];
      const shown =
        typeof found === 'object' && found !== null && 'values' in found ? JSON.stringify(found.values) : '';
      const wanted = result === '–' ? '' : result;
      assert.equal(shown.toLowerCase(), JSON.stringify({ ergebnis: wanted }).toLowerCase(), source);
    }
  });

  it('gives the same as the server for any form and any answers', async () => {
    const samples = fc.sample(
      arbitraryDefinition.chain((definition) =>
        arbitraryAnswers(definition).map((answers) => ({ definition, answers })),
      ),
      { numRuns: 150, seed: 7 },
    );
    const kits = samples
      .filter(({ definition }) => compileForm(definition).ok)
      .flatMap(({ definition, answers }) =>
        definition.pages.map(({ id }): PageKit => {
          const empty = { parameterDefinitions: {}, parameters: { single: {}, tables: {} } };
          return { page: id, definition, ...empty, answers, today };
        }),
      );
    assert.ok(kits.length > 150);
    const here = kits.map((kit) => openLive(kit)?.(new URLSearchParams({ _fields: '' })) ?? null);
    assert.deepEqual(await inBrowser(kits), JSON.parse(JSON.stringify(here)));
    assert.ok(must(compileForm(kits[0]?.definition ?? definitionOf([]))));
  });
});
