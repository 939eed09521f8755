import assert from 'node:assert/strict';
import { readFile } from 'node:fs/promises';
import { test } from 'node:test';
import { evaluate } from '#forms';
import { parseTestfaelle } from '#forms/testfaelle';
import { contextOf, must, shippedDienst } from '../../forms/testing/build.ts';
import { jagdValues } from '../../forms/testing/kommune-values.ts';
import { anfangFuer } from './vorschau-anfang.ts';

test('each page of a real service is previewed as it is, with answers of a test case where it needs some', async () => {
  const { form, definition } = await shippedDienst('jagdschein');
  const context = contextOf(definition.parameters, jagdValues);
  const url = new URL('../../../../data/onlinedienste/jagdschein/testfaelle.json', import.meta.url);
  const faelle = must(parseTestfaelle(JSON.parse(await readFile(url, 'utf8'))));
  for (const { id } of form.pages) {
    const { answers } = anfangFuer({ form, context, faelle }, id);
    const shown = evaluate(form, answers, context).pages.find(({ page }) => page.id === id);
    assert.ok(shown?.reachable, id);
  }
  const flaechen = anfangFuer({ form, context, faelle }, 'flaechen');
  assert.match(flaechen.hinweis ?? '', /^Mit den Antworten des Testfalls „.+“\.$/);
  assert.deepEqual(anfangFuer({ form, context, faelle }, 'erster-schein'), { answers: {}, hinweis: null });
  const without = anfangFuer({ form, context, faelle: [] }, 'flaechen');
  assert.deepEqual(without.answers, {});
  assert.match(without.hinweis ?? '', /kein Testfall führt zu ihr/);
});
