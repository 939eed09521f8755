import type { Form } from '../domain/compile/form.ts';
import { evaluate } from '../domain/evaluate/evaluate.ts';
import type { Answers, FormContext } from '../domain/evaluate/evaluation.ts';
import { nextPage, previousPage } from '../domain/evaluate/navigation.ts';

/** The pages that „Weiter“ leads through, from the first to the check page or an end. */
export function walkForward(form: Form, answers: Answers, context: FormContext): string[] {
  const evaluation = evaluate(form, answers, context);
  const path: string[] = [form.pages[0]?.id ?? ''];
  for (;;) {
    const next = nextPage(evaluation, path.at(-1) ?? '');
    if (next.kind !== 'page') return [...path, next.kind];
    path.push(next.page);
  }
}

/** The pages that „Zurück“ leads through, from this one to the first. */
export function walkBackward(form: Form, answers: Answers, context: FormContext, from: string): string[] {
  const evaluation = evaluate(form, answers, context);
  const path = [from];
  for (;;) {
    const before = previousPage(evaluation, path.at(-1) ?? '');
    if (before === null) return path;
    path.push(before);
  }
}
