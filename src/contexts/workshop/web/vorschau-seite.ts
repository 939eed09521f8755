import { html } from 'hono/html';
import { type Answers, type Evaluation, type PageReading, pageModel, reachablePages } from '#forms';
import { hasErrors, renderPage, renderSummary } from '#forms/pages';
import { type PageAnswer, refusal } from '#platform';
import { alert, button, buttonRow, form, type Html } from '#ui';
import { adresse } from './answers.ts';
import { felder, type Lauf } from './vorschau-lauf.ts';
import { ganzeSeite } from './vorschau-rahmenseite.ts';

function aktion({ offen }: Lauf): string {
  const query = Object.fromEntries(
    ['kommune', 'stand', 'sprache', 'skript'].flatMap((name) => {
      const value = offen.request.query.get(name) ?? '';
      return value === '' ? [] : [[name, value]];
    }),
  );
  return adresse(offen.entwurf.dienst, 'vorschau/formular', query);
}

export async function seitenAntwort(
  lauf: Lauf,
  evaluation: Evaluation,
  answers: Answers,
  shown: { readonly seite: string; readonly reading?: PageReading },
): Promise<PageAnswer> {
  const { seite, reading } = shown;
  const model = pageModel(evaluation, seite);
  if (!model.ok) return refusal(model.refusal);
  const { csrfToken } = lauf.offen.request;
  const texts = JSON.stringify(answers);
  const rendered = renderPage(model.value, {
    ...{ action: aktion(lauf), csrfToken, backHref: null },
    problems: reading?.problems,
    revealed: reading?.revealed,
    focus: reading?.focus,
    hidden: { [felder.antworten]: texts, [felder.seite]: seite, [felder.sprache]: lauf.form.language },
  });
  const back = model.value.previous === null ? '' : springen(lauf, texts, model.value.previous, 'Zurück');
  return ganzeSeite(
    lauf,
    model.value.title,
    html`${rendered}${back}`,
    reading !== undefined && hasErrors(reading),
  );
}

function springen(lauf: Lauf, texts: string, seite: string, label: string): Html {
  return form(
    {
      action: aktion(lauf),
      csrfToken: lauf.offen.request.csrfToken,
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
    html`${renderSummary(evaluation, { pageHref: null })}${end}${springen(lauf, texts, last, 'Zurück')}${springen(lauf, '{}', '', 'Von vorn')}<details class="kern-accordion"><summary class="kern-accordion__header"><span class="kern-title kern-title--small">Antworten für einen Testfall</span></summary><div class="kern-accordion__body"><pre class="lw-werkstatt-json" tabindex="0">${JSON.stringify(answers, null, 2)}</pre></div></details>`,
    false,
  );
}
