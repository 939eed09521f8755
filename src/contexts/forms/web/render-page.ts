import { html } from 'hono/html';
import type { FieldProblem } from '#kernel';
import { alert, button, buttonRow, errorSummary, form, type Html, linkButton } from '#ui';
import { liveScript } from '../browser/live-script.ts';
import { leavesOf } from '../domain/evaluate/field-model.ts';
import { shownField } from '../domain/evaluate/page-action.ts';
import type { PageModel } from '../domain/evaluate/page-model.ts';
import { inLanguage } from './in-language.ts';
import { renderField } from './render-field.ts';
import { renderLanguages } from './render-languages.ts';
import { firstPart } from './render-parts.ts';
import { wordsOf } from './words-of.ts';

/** What is wrong; `where` names the row that it is about. */
type PageProblem = FieldProblem & { readonly where?: string };

export interface PageRendering {
  /** Where the form is sent. */
  readonly action: string;
  readonly csrfToken: string;
  /** Where „Zurück“ leads. */
  readonly backHref: string | null;
  /** What was wrong with the page when it was sent. */
  readonly problems?: readonly PageProblem[] | undefined;
  /** Names of fields that came to light with the last answers. */
  readonly revealed?: readonly string[] | undefined;
  readonly focus?: string | null | undefined;
  /** Values that go along unseen, such as the answers so far where nothing is kept. */
  readonly hidden?: Readonly<Record<string, string>> | undefined;
}

/** Whether the page comes back because something is wrong; its title then says „Fehler:“ first. */
export function hasErrors(rendering: Pick<PageRendering, 'problems' | 'revealed'>): boolean {
  return errorsOf(rendering).length > 0;
}

function errorsOf({
  problems = [],
  revealed = [],
}: Pick<PageRendering, 'problems' | 'revealed'>): readonly PageProblem[] {
  return problems.filter(({ field }) => !revealed.includes(field));
}

/** A page of the form: error summary first and focused, then its fields; works without script. */
export function renderPage(model: PageModel, rendering: PageRendering): Html {
  return inLanguage(model.language, renderContent(model, rendering));
}

function renderContent(model: PageModel, rendering: PageRendering): Html {
  const errors = errorsOf(rendering);
  const words = wordsOf(model.language);
  const fields = model.fields.map((field) =>
    renderField(field, { problems: errors, focus: rendering.focus ?? null, words }),
  );
  const step = html`<p class="kern-body kern-body--muted">${words.step(model.progress.position, model.progress.total)}</p>`;
  const back = rendering.backHref
    ? linkButton(words.back, rendering.backHref, { kind: 'secondary', icon: 'arrow-back' })
    : '';
  if (model.exit) return html`${step}${lead(model)}<div class="lw-stack">${fields}</div>${buttonRow(back)}`;
  const isNew = errors.length === 0 && (rendering.revealed?.length ?? 0) > 0;
  return html`${errorSummary(
    errors.map((problem) => anchored(problem, model)),
    words.errorTitle,
  )}${step}${lead(model)}${
    isNew ? alert({ kind: 'info', title: words.revealedTitle, body: words.revealedBody, live: true }) : ''
  }${form(
    {
      action: rendering.action,
      csrfToken: rendering.csrfToken,
      multipart: model.files,
      hidden: { ...rendering.hidden, [shownField]: namesOf(model, false).join(' ') },
    },
    // The first button is what the Enter key presses; without it Enter would remove a row or a file.
    html`<button type="submit" class="kern-sr-only" tabindex="-1" aria-hidden="true">${words.next}</button>${renderLanguages(model, words)}<div class="lw-stack">${fields}</div>${liveKit(model)}${buttonRow(button(words.next), back)}`,
  )}${needsScript(model) ? html`<script type="module" src="${liveScript().path}"></script>` : ''}`;
}

function needsScript({ live, fields }: PageModel): boolean {
  return (
    live !== null ||
    leavesOf(fields).some((leaf) => leaf.kind === 'input' && leaf.definition.type === 'location')
  );
}

/** What the script needs, in an attribute, because a page carries no script of its own. */
function liveKit(model: PageModel): Html | '' {
  if (model.live === null) return '';
  const kit = JSON.stringify(model.live);
  return html`<div hidden data-lw-kit="${kit}" data-lw-names="${namesOf(model, true).join(' ')}"></div>`;
}

function lead(model: PageModel): Html | '' {
  return model.lead ? html`<p class="kern-body lw-measure">${model.lead}</p>` : '';
}

/** The names of the page's questions; with the dormant ones, for the script. */
function namesOf({ fields }: PageModel, dormant: boolean): string[] {
  return leavesOf(fields).flatMap((field) =>
    field.kind === 'input' && (dormant || !field.dormant) ? [field.name] : [],
  );
}

/** An answer of several lines has no control of its own; its error leads to the first of them. */
function anchored({ field: name, message, where }: PageProblem, model: PageModel): FieldProblem {
  const field = leavesOf(model.fields).find((leaf) => leaf.name === name);
  const part = field?.kind === 'input' ? firstPart(field.definition) : null;
  const text = where === undefined ? message : `${where}: ${message}`;
  return { field: part === null ? name : `${name}.${part}`, message: text };
}
