import { html } from 'hono/html';
import type { FieldProblem } from '#kernel';
import { alert, type Html } from '#ui';
import { stelleWort } from '../settings/angabe-wort.ts';

/** What is wrong but has no field of its own here. */
export function elsewhere(problems: readonly FieldProblem[]): Html {
  if (problems.length === 0) return html``;
  const items = problems.map(
    ({ field, message }) => html`<li>${field === '' ? '' : `${stelleWort(field)}: `}${message}</li>`,
  );
  return alert({
    kind: 'warning',
    title: 'Hier stimmt noch etwas nicht',
    body: html`<ul class="kern-list kern-list--bullet">${items}</ul>`,
  });
}
