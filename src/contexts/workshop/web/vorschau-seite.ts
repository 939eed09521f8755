import { html } from 'hono/html';
import { type Answers, type Evaluation, type PageReading, pageModel, reachablePages } from '#forms';
import { hasErrors, renderPage, renderSummary } from '#forms/pages';
import { type PageAnswer, refusal } from '#platform';
import { alert, button, buttonRow, form, type Html } from '#ui';
import { felder } from './vorschau-felder.ts';
import type { Lauf } from './vorschau-lauf.ts';
import { ganzeSeite } from './vorschau-rahmenseite.ts';

export async function seitenAntwort(
  lauf: Lauf,
  evaluation: Evaluation,
  answers: Answers,
  shown: { readonly seite: string; readonly reading?: PageReading; readonly hinweis?: string | null },
): Promise<PageAnswer> {
  const { seite, reading, hinweis = null } = shown;
  const model = pageModel(evaluation, seite);
  if (!model.ok) return refusal(model.refusal);
  const { csrfToken } = lauf.request;
  const texts = JSON.stringify(answers);
  const rendered = renderPage(model.value, {
    ...{ action: lauf.aktion, csrfToken, backHref: null },
    problems: reading?.problems,
    revealed: reading?.revealed,
    focus: reading?.focus,
    hidden: { [felder.antworten]: texts, [felder.seite]: seite, [felder.sprache]: lauf.form.language },
  });
  const back = model.value.previous === null ? '' : springen(lauf, texts, model.value.previous, 'Zurück');
  return ganzeSeite(
    lauf,
    model.value.title,
    html`${hinweis === null ? '' : html`<p class="kern-body kern-body--small kern-body--muted">${hinweis}</p>`}${rendered}${back}${behalten(lauf, texts)}`,
    reading !== undefined && hasErrors(reading),
  );
}

function springen(lauf: Lauf, texts: string, seite: string, label: string): Html {
  return form(
    {
      action: lauf.aktion,
      csrfToken: lauf.request.csrfToken,
      hidden: {
        [felder.antworten]: texts,
        [felder.gehe]: seite,
        [felder.sprache]: lauf.form.language,
      },
    },
    buttonRow(button(label, { kind: 'secondary' })),
  );
}

/** Check-your-answers; where the real form would be sent off, it says so. */
export async function pruefen(lauf: Lauf, evaluation: Evaluation, answers: Answers): Promise<PageAnswer> {
  const texts = JSON.stringify(answers);
  const last = reachablePages(evaluation).at(-1) ?? '';
  const end = alert({
    kind: 'info',
    title: 'Hier würde der Antrag abgeschickt',
    body: 'Dies ist die Vorschau: Es wurde nichts gespeichert.',
  });
  return ganzeSeite(
    lauf,
    'Angaben prüfen',
    html`${renderSummary(evaluation, { pageHref: null })}${end}${springen(lauf, texts, last, 'Zurück')}${springen(lauf, '{}', '', 'Von vorn')}${behalten(lauf, texts)}`,
    false,
  );
}

/** Leaves the frame: what was typed so far becomes a test case. */
function behalten({ behalten: action, request }: Lauf, texts: string): Html {
  if (action === null) return html``;
  return form(
    {
      action,
      csrfToken: request.csrfToken,
      target: '_top',
      label: 'Testfall',
      hidden: { [felder.antworten]: texts },
    },
    html`<hr class="kern-divider" aria-hidden="true"><p class="kern-body kern-body--small">Nur in der Vorschau:</p>${buttonRow(button('Diese Eingaben als Testfall behalten', { kind: 'tertiary' }))}`,
  );
}
