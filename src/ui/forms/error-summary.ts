import { html } from 'hono/html';
import type { FieldProblem } from '#kernel';
import { type Html, idFrom } from '../html.ts';
import { icon } from '../icon.ts';
import { messages } from '../messages.ts';

/**
 * What is wrong with a form, first on the page, focused when the page opens (`autofocus`, so no script is needed).
 * Each entry leads to its field.
 */
export function errorSummary(
  problems: readonly FieldProblem[],
  title: string = messages.form.errorTitle,
): Html | '' {
  if (problems.length === 0) return '';
  const intro = problems.length === 1 ? messages.form.errorIntroOne : messages.form.errorIntroMany;
  return html`<div class="kern-alert kern-alert--danger lw-error-summary" role="group" aria-labelledby="fehler-titel" id="fehler" tabindex="-1" autofocus>
<div class="kern-alert__header">${icon('danger')}<h2 class="kern-title" id="fehler-titel">${title}</h2></div>
<div class="kern-alert__body"><p class="kern-body">${intro}</p><ul class="kern-list kern-list--bullet">${problems.map(
    (problem) =>
      html`<li><a class="kern-link kern-link--no-visited-state" href="#${idFrom('feld', problem.field)}">${problem.message}</a></li>`,
  )}</ul></div></div>`;
}

/** The message for one field, or `null`. */
export function errorOf(problems: readonly FieldProblem[] | undefined, fieldName: string): string | null {
  return problems?.find((problem) => problem.field === fieldName)?.message ?? null;
}
