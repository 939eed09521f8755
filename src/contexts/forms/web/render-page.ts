import { html } from 'hono/html';
import type { FieldProblem } from '#kernel';
import { alert, button, buttonRow, errorSummary, form, type Html, linkButton } from '#ui';
import type { FieldModel } from '../domain/evaluate/field-model.ts';
import { shownField } from '../domain/evaluate/page-action.ts';
import type { PageModel } from '../domain/evaluate/page-model.ts';
import { messages } from './messages.ts';
import { renderField } from './render-field.ts';

export interface PageRendering {
  /** Where the form is sent. */
  readonly action: string;
  readonly csrfToken: string;
  /** Where „Zurück“ leads. */
  readonly backHref: string | null;
  /** What was wrong with the page when it was sent. */
  readonly problems?: readonly FieldProblem[] | undefined;
  /** Names of fields that came to light with the last answers. */
  readonly revealed?: readonly string[] | undefined;
  readonly focus?: string | null | undefined;
}

/** Whether the page comes back because something is wrong; its title then says „Fehler:“ first. */
export function hasErrors(rendering: Pick<PageRendering, 'problems' | 'revealed'>): boolean {
  return errorsOf(rendering).length > 0;
}

function errorsOf({
  problems = [],
  revealed = [],
}: Pick<PageRendering, 'problems' | 'revealed'>): readonly FieldProblem[] {
  return problems.filter(({ field }) => !revealed.includes(field));
}

/** A page of the form: error summary first and focused, then its fields; works without script. */
export function renderPage(model: PageModel, rendering: PageRendering): Html {
  const errors = errorsOf(rendering);
  const fields = model.fields.map((field) =>
    renderField(field, { problems: errors, focus: rendering.focus ?? null }),
  );
  const step = html`<p class="kern-body kern-body--muted">${messages.step(model.progress.position, model.progress.total)}</p>`;
  const back = rendering.backHref
    ? linkButton(messages.back, rendering.backHref, { kind: 'secondary', icon: 'arrow-back' })
    : '';
  if (model.exit) return html`${step}${lead(model)}<div class="lw-stack">${fields}</div>${buttonRow(back)}`;
  const isNew = errors.length === 0 && (rendering.revealed?.length ?? 0) > 0;
  return html`${errorSummary(errors.map((problem) => anchored(problem, model)))}${step}${lead(model)}${
    isNew
      ? alert({ kind: 'info', title: messages.revealedTitle, body: messages.revealedBody, live: true })
      : ''
  }${form(
    {
      action: rendering.action,
      csrfToken: rendering.csrfToken,
      multipart: model.files,
      hidden: { [shownField]: model.fields.flatMap(namesOf).join(' ') },
    },
    // The first button is what the Enter key presses; without it Enter would remove a row or a file.
    html`<button type="submit" class="kern-sr-only" tabindex="-1" aria-hidden="true">${messages.next}</button><div class="lw-stack">${fields}</div>${buttonRow(button(messages.next), back)}`,
  )}`;
}

function lead(model: PageModel): Html | '' {
  return model.lead ? html`<p class="kern-body lw-measure">${model.lead}</p>` : '';
}

function namesOf(field: FieldModel): string[] {
  if (field.kind === 'group') return field.rows.flatMap((row) => row.fields.flatMap(namesOf));
  return field.kind === 'input' ? [field.name] : [];
}

/** An address has no control of its own; its error leads to its first line. */
function anchored(problem: FieldProblem, model: PageModel): FieldProblem {
  const all = model.fields.flatMap((field) =>
    field.kind === 'group' ? field.rows.flatMap((row) => row.fields) : [field],
  );
  const field = all.find(({ name }) => name === problem.field);
  const isAddress = field?.kind === 'input' && field.definition.type === 'address';
  return isAddress ? { field: `${problem.field}.street`, message: problem.message } : problem;
}
