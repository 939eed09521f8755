import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import fc from 'fast-check';
import { compileForm, type Evaluation, evaluate, missing } from '#forms';
import { arbitraryAnswers, arbitraryDefinition } from '../forms/testing/arbitrary-form.ts';
import { contextOf, must } from '../forms/testing/build.ts';
import { prove } from './prove.ts';
import { completeAnswers } from './search/complete-answers.ts';

type FieldState = Evaluation['pages'][number]['fields'][number];

/** The places of pages and fields that somebody with these answers really sees, all before them being answered. */
function seen(evaluation: Evaluation): ReadonlySet<string> {
  const first = missing(evaluation)[0]?.page;
  const reached = evaluation.pages.filter(({ reachable }) => reachable);
  const last = reached.findIndex(({ page }) => page.id === first);
  const pages = last < 0 ? reached : reached.slice(0, last + 1);
  return new Set(pages.flatMap(({ page, fields }) => [`pages[${page.index}]`, ...fields.flatMap(placesOf)]));
}

function placesOf(state: FieldState): readonly string[] {
  if (!state.visible) return [];
  const inner = 'rows' in state ? state.rows.flatMap(({ fields }) => fields.flatMap(placesOf)) : [];
  return [`${state.field.place}.condition`, ...inner];
}

const never: readonly string[] = ['seite-tot', 'feld-tot', 'datei-nie-verlangt', 'reihenfolge'];
const runs = 60;

describe('What the prover says is never', () => {
  const cases = arbitraryDefinition.chain((definition) =>
    fc.tuple(fc.constant(definition), fc.array(arbitraryAnswers(definition), { minLength: 3, maxLength: 6 })),
  );

  it('is seen by nobody, whatever they answer', async () => {
    const property = fc.asyncProperty(cases, async ([definition, several]) => {
      const form = must(compileForm(definition));
      const context = contextOf();
      const { findings } = await prove([{ name: 'Probe', form, values: null }], context.today);
      const claims = findings.filter(({ kind }) => never.includes(kind));
      const evaluations = several.flatMap((answers) => [
        evaluate(form, answers, context),
        completeAnswers(form, context, answers, form.pages.length, []) ?? [],
      ]);
      const there = new Set(evaluations.flat().flatMap((evaluation) => [...seen(evaluation)]));
      for (const { place, message } of claims) assert.ok(!there.has(place), `${message} (${place})`);
    });
    await fc.assert(property, { numRuns: runs });
  });

  it('shows each thing that answers can show with answers that really show it', async () => {
    await fc.assert(
      fc.asyncProperty(arbitraryDefinition, async (definition) => {
        const form = must(compileForm(definition));
        const context = contextOf();
        const { findings, visited } = await prove([{ name: 'Probe', form, values: null }], context.today);
        for (const { page, walked } of visited) {
          const state = evaluate(form, walked.answers, context).pages.find(({ page: { id } }) => id === page);
          assert.equal(state?.reachable, true, page);
        }
        for (const { path } of findings) if (path) assert.ok(path.pages.length > 0);
      }),
      { numRuns: 40 },
    );
  });
});
