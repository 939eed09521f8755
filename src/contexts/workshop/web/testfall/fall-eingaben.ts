import { html } from 'hono/html';
import { answerDocument } from '#forms';
import { emptyState, type Html, table } from '#ui';
import type { FallLauf } from './fall-lauf.ts';

/** The answers of a case as questions and answers; whatever is not on the way is left out, as in an Antrag. */
export function eingaben({ evaluation }: FallLauf): Html {
  const parts = answerDocument(evaluation).sections.flatMap(({ title, rows, parts: inner }) => [
    { title, rows },
    ...inner.map((part) => ({ title: part.title, rows: part.rows })),
  ]);
  const headings = new Map<number, readonly string[]>();
  let at = 0;
  for (const { title, rows } of parts) {
    if (rows.length > 0) headings.set(at, [title, '']);
    at += rows.length;
  }
  return table({
    caption: 'Eingaben',
    captionHidden: true,
    small: true,
    columns: [{ label: 'Frage' }, { label: 'Antwort', width: 'wide' }],
    headings,
    rows: parts.flatMap(({ rows }) =>
      rows.map(({ question, answer }) => [
        question,
        html`<span class="lw-werkstatt-antwort">${answer}</span>`,
      ]),
    ),
    empty: emptyState({ title: 'Auf diesem Weg gibt es keine Frage', body: '' }),
  });
}
