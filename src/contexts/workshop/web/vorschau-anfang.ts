import { type Answers, evaluate } from '#forms';
import type { Lauf } from './vorschau-lauf.ts';

/** With which answers the preview of a page begins. */
export interface Anfang {
  readonly answers: Answers;
  /** What whoever looks has to know of it; `null` where the page is there without any answer. */
  readonly hinweis: string | null;
}

/** A page that one comes to by certain answers only is shown with those of the first test case that leads there. */
export function anfangFuer(
  { form, context, faelle }: Pick<Lauf, 'form' | 'context' | 'faelle'>,
  seite: string | null,
): Anfang {
  const leadsThere = (answers: Answers) =>
    evaluate(form, answers, context).pages.some(
      ({ page, reachable }) => reachable && (page.id === seite || page.authored === seite),
    );
  if (seite === null || leadsThere({})) return { answers: {}, hinweis: null };
  const fall = faelle.find(({ answers }) => leadsThere(answers));
  return fall === undefined
    ? {
        answers: {},
        hinweis:
          'Diese Seite erscheint nur nach bestimmten Antworten, und kein Testfall führt zu ihr. Darum beginnt die Vorschau hier von vorn.',
      }
    : { answers: fall.answers, hinweis: `Mit den Antworten des Testfalls „${fall.title}“.` };
}
