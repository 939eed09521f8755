import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import fc from 'fast-check';
import { arbitraryAnswers, arbitraryDefinition } from '../../testing/arbitrary-form.ts';
import { contextOf } from '../../testing/build.ts';
import { walkBackward, walkForward } from '../../testing/walk.ts';
import { compileForm } from '../compile/compile-form.ts';
import type { Form } from '../compile/form.ts';
import { answerDocument } from './answer-document.ts';
import { evaluate } from './evaluate.ts';
import type { Answers, Evaluation } from './evaluation.ts';
import { feeOf } from './fee.ts';
import { isSubmittable, reachablePages } from './navigation.ts';
import { pageModel } from './page-model.ts';
import { missing } from './problems.ts';
import { pruned, shapeOf } from './prune.ts';
import { readPage } from './read-page.ts';

const context = contextOf();

/** Runs the check on random forms with random answers; forms whose random conditions contradict each other are skipped. */
function onRandomForms(check: (form: Form, answers: Answers, evaluation: Evaluation) => void): void {
  let proven = 0;
  const cases = arbitraryDefinition.chain((definition) =>
    fc.tuple(fc.constant(definition), arbitraryAnswers(definition)),
  );
  fc.assert(
    fc.property(cases, ([definition, answers]) => {
      const form = compileForm(definition);
      if (!form.ok) {
        assert.ok(
          form.refusal.fields?.every(({ message }) => /Keine Antworten|erscheint bei keinen/.test(message)),
          form.refusal.message,
        );
        return;
      }
      proven += 1;
      check(form.value, answers, evaluate(form.value, answers, context));
    }),
    { numRuns: 300 },
  );
  assert.ok(proven > 200, `only ${proven} forms were proven`);
}

describe('any answers to any proven form', () => {
  it('give an evaluation, a document, a fee, a shape and pages, the same each time', () => {
    onRandomForms((form, answers, evaluation) => {
      const all = (one: Evaluation) =>
        JSON.stringify([
          answerDocument(one),
          feeOf(one),
          shapeOf(one),
          missing(one),
          reachablePages(one).map((page) => pageModel(one, page)),
        ]);
      assert.equal(all(evaluation), all(evaluate(form, answers, context)));
    });
  });

  it('are pruned once and for all, and what counts does not change by it', () => {
    onRandomForms((form, _, evaluation) => {
      const once = pruned(evaluation);
      const again = evaluate(form, once, context);
      assert.deepEqual(pruned(again), once);
      assert.deepEqual(answerDocument(again), answerDocument(evaluation));
      assert.deepEqual(missing(again), missing(evaluation));
    });
  });

  it('have problems only on the way, and submittable means none', () => {
    onRandomForms((_, __, evaluation) => {
      const way = new Set(reachablePages(evaluation));
      const problems = missing(evaluation);
      assert.ok(problems.every(({ page }) => way.has(page)));
      assert.equal(isSubmittable(evaluation), problems.length === 0);
    });
  });

  it('cost exactly the sum of the lines', () => {
    onRandomForms((_, __, evaluation) => {
      const fee = feeOf(evaluation);
      const cents = fee.lines.map((line) => line.cents ?? 0);
      assert.ok(cents.every(Number.isSafeInteger));
      assert.equal(fee.cents, Number(cents.reduce((sum, each) => sum + BigInt(each), 0n)));
    });
  });

  it('lead forwards and back through the same pages', () => {
    onRandomForms((form, answers) => {
      const forward = walkForward(form, answers, context).slice(0, -1);
      if (evaluate(form, answers, context).pages[0]?.reachable !== true) return;
      assert.deepEqual(walkBackward(form, answers, context, forward.at(-1) ?? ''), forward.toReversed());
    });
  });
});

describe('any post to any page', () => {
  const sentPairs = fc.array(
    fc.tuple(
      fc.oneof(
        fc.constantFrom(
          'f0x0',
          'f0x1',
          'f0x0.n',
          'f0x0.0.r0',
          'f0x0.1.key',
          '_fields',
          '_action',
          '__proto__',
        ),
        fc.string(),
      ),
      fc.oneof(
        fc.string({ unit: 'binary' }),
        fc.constantFrom('ja', '2', '99999999999', 'add:f0x0', 'remove:f0x0:0', 'rot', '2026-01-01', '\u0000'),
      ),
    ),
    { maxLength: 20 },
  );

  it('is read or refused; sent twice it gives the same answers', () => {
    onRandomForms((form, answers) => {
      const [pairs = []] = fc.sample(sentPairs, 1);
      const sent = new URLSearchParams(pairs);
      const first = readPage(form, answers, context, 'seite-0', sent);
      if (!first.ok) return assert.equal(first.refusal.code, 'FORM_TOO_MANY_ROWS');
      const second = readPage(form, first.value.answers, context, 'seite-0', sent);
      assert.ok(second.ok);
      assert.deepEqual(second.ok && second.value.answers, first.value.answers);
    });
  });
});
