import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import {
  answerDocument,
  compileForm,
  evaluate,
  isSubmittable,
  missing,
  nextPage,
  pageModel,
  parseParameters,
} from '#forms';
import { renderPage } from '#forms/pages';
import { localDate } from '#kernel';
import { writeXfall } from '#standards/xfall';
import { treeOf } from '../../../standards/xdatenfelder/testing/read-all.ts';
import { baumVon } from '../domain/uebernahme/knoten.ts';
import { fachdatenVon } from '../fachdaten/fachdaten.ts';
import { strukturVon } from '../fachdaten/struktur.ts';
import { fillForm } from '../testing/fill-form.ts';
import { gelesen, releasedSamples } from '../testing/samples.ts';
import { alsFormular, alsXdatenfelder } from './ausgeben.ts';
import { uebernehme } from './uebernehmen.ts';

const parameters = parseParameters({}, {});
assert.ok(parameters.ok);
const context = { parameters: parameters.value, today: localDate('2026-11-22') };
const rendering = { action: '/', csrfToken: 't', backHref: null };

test('all released schemas become a proven form, in which every field and group stands with its id', async (t) => {
  const samples = releasedSamples(t);
  if (samples === null) return;
  assert.equal(samples.length, 15);
  for (const { id, bytes } of samples) {
    const nachricht = await gelesen(bytes);
    const { definition, hindernisse, arbeitspunkte } = uebernehme(nachricht, () => null);
    assert.ok(definition, `${id}: ${JSON.stringify(hindernisse)}`);
    const text = JSON.stringify(definition);
    for (const { quelle, ort } of baumVon(nachricht).alle)
      assert.ok(text.includes(`"id":"${quelle.kennung.id}"`), `${id}: ${ort}`);
    const rules = new Set(
      baumVon(nachricht).alle.flatMap(({ quelle }) => quelle.regeln.map(({ kennung }) => kennung.id)),
    );
    const ticked = new Set(arbeitspunkte.filter(({ art }) => art === 'regel').map(({ fimId }) => fimId));
    assert.ok(
      [...rules].every((rule) => ticked.has(rule)),
      `${id}: a rule has no work item`,
    );
    assert.deepEqual(uebernehme(nachricht, () => null).definition, definition);
  }
});

test('all released schemas can be filled in by anybody, page by page, and their answers leave with the ids of FIM', async (t) => {
  const samples = releasedSamples(t);
  if (samples === null) return;
  for (const { id, bytes } of samples) {
    const nachricht = await gelesen(bytes);
    const { definition } = uebernehme(nachricht, () => null);
    assert.ok(definition);
    const form = compileForm(definition, {});
    assert.ok(form.ok, id);
    const struktur = strukturVon(nachricht);
    fc.assert(
      fc.property(fc.infiniteStream(fc.nat({ max: 1_000_000 })), (numbers) => {
        const answers = fillForm(definition, (end) => (numbers.next().value ?? 0) % end);
        const evaluation = evaluate(form.value, answers, context);
        assert.deepEqual(missing(evaluation), [], id);
        assert.ok(isSubmittable(evaluation), id);
        let page = definition.pages[0]?.id ?? '';
        for (let step = 0; step <= definition.pages.length; step += 1) {
          const model = pageModel(evaluation, page);
          assert.ok(model.ok, `${id} ${page}`);
          assert.match(String(renderPage(model.value, rendering)), /<form/);
          const next = nextPage(evaluation, page);
          if (next.kind !== 'page') break;
          page = next.page;
        }
        assert.ok(JSON.stringify(answerDocument(evaluation)).length > 100);
        const xml = treeOf(writeXfall(fachdatenVon(definition, struktur, answers).wurzel));
        assert.match(xml[0], new RegExp(`${id}V`));
        assert.ok(xml[2].length > 0);
      }),
      { numRuns: 8, seed: 7 },
    );
  }
});

test('all released schemas go out as they came in', async (t) => {
  const samples = releasedSamples(t);
  if (samples === null) return;
  for (const { id, bytes } of samples) {
    const nachricht = await gelesen(bytes);
    const uebernahme = uebernehme(nachricht, () => null);
    assert.deepEqual(treeOf(alsXdatenfelder({ nachricht })), treeOf(bytes.toString('utf8')), id);
    const formular = alsFormular({ uebernahme, punkte: [] });
    assert.ok(formular.ok);
    assert.ok((formular.value.rules ?? []).every(({ state }) => state === 'open'));
  }
});
