import { html } from 'hono/html';
import type { FieldProblem } from '#kernel';
import {
  badge,
  button,
  buttonRow,
  errorOf,
  errorSummary,
  form,
  formatInstant,
  linkButton,
  section,
  table,
  textareaField,
  textLink,
} from '#ui';
import { vorschlagArtLabel } from '../../domain/regel-review.ts';
import type { Notiz, Vorschlag } from '../../store-vorschlag.ts';
import { isOpen, type RuleReview } from '../../use-cases/read-review.ts';
import { pruefstandBadge } from './pruefstand-badge.ts';

export interface ReviewSectionOptions {
  readonly review: RuleReview;
  readonly csrfToken: string;
  readonly values: URLSearchParams;
  readonly problems: readonly FieldProblem[];
  /** Who decides about proposals, by name. */
  readonly decider: string;
}

/** What the workbench shows under a rule: its state, what to do, what was decided, what people say. */
export function reviewSections({ review, csrfToken, values, problems, decider }: ReviewSectionOptions) {
  const { row, entscheidungen, vorschlaege, notizen } = review;
  const open = vorschlaege.filter(isOpen);
  return html`${errorSummary(problems)}
    ${section(
      'Prüfung',
      html`<p>${pruefstandBadge(row.stand)} Entscheiden kann ${decider}, und nie dieselbe Person, die vorschlägt.</p>
        ${open.length > 0 ? openTable(open) : ''}
        ${actionForm(row.regel.id, csrfToken, values, problems)}`,
    )}
    ${entscheidungen.length > 0 ? section('Was entschieden wurde', decisionsTable(review)) : ''}
    ${section('Besprechung', discussion(row.regel.id, notizen, csrfToken, values, problems))}`;
}

function actionForm(
  id: string,
  csrfToken: string,
  values: URLSearchParams,
  problems: readonly FieldProblem[],
) {
  const action = `/regeln/${id}/vorschlagen`;
  const confirm = form(
    { action, csrfToken, label: 'Prüfen' },
    html`${textareaField({ name: 'begruendung', label: 'Begründung', hint: 'Zum Bestätigen freiwillig, zum Entfernen nötig.', optional: true, rows: 2, maxLength: 1000, value: values.get('begruendung'), error: errorOf(problems, 'begruendung') })}
      ${buttonRow(
        button('Als richtig bestätigen', { name: 'art', value: 'bestaetigen', accessKey: 'b' }),
        linkButton('Ändern', `/regeln/${id}/aendern`, { kind: 'secondary', accessKey: 'e' }),
        button('Entfernen', { name: 'art', value: 'entfernen', kind: 'secondary' }),
        linkButton('Nächste ungeprüfte Regel', `/regeln/pruefen/naechste?nach=${id}`, {
          kind: 'tertiary',
          accessKey: 'n',
        }),
      )}
      <p class="kern-body--small kern-body--muted">Tasten: B bestätigt, E ändert, N geht zur nächsten (zusammen mit den Tasten Ihres Browsers, meist Alt und Umschalt).</p>`,
  );
  return confirm;
}

function openTable(open: readonly Vorschlag[]) {
  return table({
    caption: 'Offene Vorschläge',
    columns: [
      { label: 'Vorschlag' },
      { label: 'Von' },
      { label: 'Am' },
      { label: 'Begründung', width: 'wide' },
    ],
    rows: open.map(({ id, art, haus, vorgeschlagenAm, begruendung }) => [
      textLink(`/regeln/vorschlaege/${id}`, vorschlagArtLabel[art]),
      haus,
      formatInstant(vorgeschlagenAm),
      begruendung || 'ohne',
    ]),
  });
}

function decisionsTable({ entscheidungen }: RuleReview) {
  return table({
    caption: 'Entscheidungen über diese Regel',
    captionHidden: true,
    columns: [
      { label: 'Entscheidung' },
      { label: 'Vorgeschlagen von' },
      { label: 'Entschieden von' },
      { label: 'Am' },
      { label: 'Begründung', width: 'wide' },
    ],
    rows: entscheidungen.map(({ art, vorgeschlagenHaus, entschiedenHaus, entschiedenAm, begruendung }) => [
      vorschlagArtLabel[art],
      vorgeschlagenHaus,
      entschiedenHaus,
      formatInstant(entschiedenAm),
      begruendung || 'ohne',
    ]),
  });
}

function discussion(
  id: string,
  notizen: readonly Notiz[],
  csrfToken: string,
  values: URLSearchParams,
  problems: readonly FieldProblem[],
) {
  const said =
    notizen.length === 0
      ? html`<p class="kern-body--muted">Noch hat niemand etwas geschrieben. Fragen und Hinweise lesen Ihr Haus und der IT-Dienstleister.</p>`
      : html`<ul class="kern-list">${notizen.map(({ text, haus, geschriebenAm }) => html`<li>${badge('info', haus, null)} <span class="kern-body--muted">${formatInstant(geschriebenAm)}</span><br>${text}</li>`)}</ul>`;
  return html`${said}${form(
    { action: `/regeln/${id}/notizen`, csrfToken, label: 'Besprechung' },
    html`${textareaField({ name: 'text', label: 'Frage oder Hinweis', rows: 3, maxLength: 2000, value: values.get('text'), error: errorOf(problems, 'text') })}${button('Schreiben', { kind: 'secondary' })}`,
  )}`;
}
