import { html } from 'hono/html';
import type { FieldProblem } from '#kernel';
import type { PageRequest } from '#platform';
import { accordion, button, errorOf, form, type Html, inputField, textareaField } from '#ui';
import type { LoesungStand } from '../domain/loesung.ts';
import { paths } from '../views/paths.ts';

/** The forms by which one contributes that a Lösung ends or is a duplicate. */
export function endAndMergeForms(
  { id }: LoesungStand,
  { csrfToken, form: values }: PageRequest,
  problems: readonly FieldProblem[],
): Html {
  const merging = values.has('inId');
  const field = (name: string, ofMerge: boolean) => ({
    name,
    // Both forms ask for a reason; the error summary leads to the one that was sent.
    id: name === 'begruendung' && ofMerge !== merging ? 'feld-begruendung-andere' : undefined,
    value: ofMerge === merging ? (values.get(name) ?? '') : '',
    error: ofMerge === merging ? errorOf(problems, name) : null,
  });
  const end = form(
    { action: paths.end(id), csrfToken, label: 'Ende beitragen' },
    html`${inputField({ ...field('letzterTag', false), type: 'date', label: 'Letzter Tag', hint: 'An diesem Tag lässt sie sich noch nutzen.' })}
      ${textareaField({ ...field('begruendung', false), label: 'Quelle des Endes', rows: 2, maxLength: 1000 })}
      ${button('Ende beitragen', { kind: 'secondary' })}`,
  );
  const merge = form(
    { action: paths.merge(id), csrfToken, label: 'Doppel melden' },
    html`${inputField({ ...field('inId', true), label: 'Kennung der Lösung, die bleibt', hint: 'Sie steht auf der Seite der anderen Lösung.', maxLength: 80 })}
      ${textareaField({ ...field('begruendung', true), label: 'Woran sieht man, dass es dieselbe ist?', rows: 2, maxLength: 1000 })}
      ${button('Doppel melden', { kind: 'secondary' })}`,
  );
  const wrong = problems.length > 0;
  return html`${accordion({ title: 'Die Lösung endet', body: end, open: wrong && !merging })}
    ${accordion({ title: 'Die Lösung steht doppelt im Register', body: merge, open: wrong && merging })}`;
}
