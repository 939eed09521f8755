import assert from 'node:assert/strict';
import { it } from 'node:test';
import type { Form } from '../domain/compile/form.ts';
import { evaluate } from '../domain/evaluate/evaluate.ts';
import type { Answers, FormContext } from '../domain/evaluate/evaluation.ts';
import { isSubmittable } from '../domain/evaluate/navigation.ts';
import { missing } from '../domain/evaluate/problems.ts';
import { walkBackward, walkForward } from './walk.ts';

/** Somebody with answers, the pages these lead along, and whether the Antrag can be sent at the end. */
export interface ServiceWalk {
  readonly name: string;
  readonly answers: Answers;
  /** Ids of the pages and the end, with blanks between. */
  readonly path: string;
  readonly submittable: boolean;
}

/** Tests that each walk takes its pages forwards and back, and that together they leave none out. */
export function testWalks(form: Form, context: FormContext, walks: readonly ServiceWalk[]): void {
  const visited = new Set<string>();
  for (const { name, answers, path, submittable } of walks)
    it(`leads ${name} along its pages, forwards and back`, () => {
      const forward = walkForward(form, answers, context);
      assert.equal(forward.join(' '), path);
      const pages = forward.slice(0, -1);
      assert.deepEqual(walkBackward(form, answers, context, pages.at(-1) ?? ''), pages.toReversed());
      const evaluation = evaluate(form, answers, context);
      assert.equal(isSubmittable(evaluation), submittable, JSON.stringify(missing(evaluation)));
      for (const page of pages) visited.add(page);
    });

  it('has no page that no walk visits', () =>
    assert.deepEqual(
      form.pages.map(({ id }) => id).filter((page) => !visited.has(page)),
      [],
    ));
}
