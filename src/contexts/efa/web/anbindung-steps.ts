import { html } from 'hono/html';
import type { FieldProblem } from '#kernel';
import { button, buttonRow, errorOf, form, inputField, linkButton, section } from '#ui';
import { moeglicheSchritte, type Schritt } from '../domain/zustand.ts';
import { schrittLabel } from '../messages.ts';
import type { AnbindungDetail } from '../use-cases/read-anbindungen.ts';
import type { PartContext } from './anbindung-parts.ts';

/** What can be done next. Steps with consequences ask again on a page of their own. */
export function stepsPart(detail: AnbindungDetail, { csrfToken, problems }: PartContext) {
  const { anbindung, newest } = detail;
  const { dienst, version, zustand } = anbindung;
  const hidden = { version: String(version) };
  const direct = (schritt: Schritt, kind: 'primary' | 'secondary') =>
    form(
      { action: `/anbindungen/${dienst}/${schritt}`, csrfToken, hidden, label: schrittLabel[schritt] },
      button(schrittLabel[schritt], { kind }),
    );
  const asking = (schritt: Schritt, kind: 'primary' | 'secondary' | 'tertiary') =>
    linkButton(schrittLabel[schritt], `/anbindungen/${dienst}/${schritt}`, { kind });
  const makers: Readonly<Partial<Record<Schritt, () => ReturnType<typeof direct>>>> = {
    testen: () => direct('testen', 'primary'),
    'zurueck-zu-parametern': () => direct('zurueck-zu-parametern', 'secondary'),
    'live-schalten': () => asking('live-schalten', 'primary'),
    aussetzen: () => asking('aussetzen', 'secondary'),
    fortsetzen: () => asking('fortsetzen', 'primary'),
    beenden: () => asking('beenden', 'tertiary'),
    'neu-beginnen': () => direct('neu-beginnen', 'secondary'),
  };
  const fill =
    zustand === 'interesse'
      ? linkButton('Parameter ausfüllen', '#abschnitt-parameter', { kind: 'primary' })
      : '';
  const steps = moeglicheSchritte(zustand).flatMap((schritt) => makers[schritt]?.() ?? []);
  const move =
    anbindung.fassung === newest.fassung || zustand === 'beendet'
      ? ''
      : form(
          { action: `/anbindungen/${dienst}/fassung`, csrfToken, hidden, label: 'Fassung wechseln' },
          button(`Auf Fassung ${newest.fassung} wechseln`, { kind: 'secondary' }),
        );
  return section(
    'Nächste Schritte',
    html`${buttonRow(fill, ...steps, move)}${planForm(detail, csrfToken, problems)}`,
  );
}

function planForm({ anbindung }: AnbindungDetail, csrfToken: string, problems: readonly FieldProblem[]) {
  const { dienst, zustand, version, geplantAm } = anbindung;
  if (!['interesse', 'parameter', 'test'].includes(zustand)) return '';
  const field = inputField({
    name: 'geplantAm',
    label: 'Start geplant für',
    type: 'date',
    value: geplantAm,
    optional: true,
    error: errorOf(problems, 'geplantAm'),
  });
  return form(
    {
      action: `/anbindungen/${dienst}/plan`,
      csrfToken,
      hidden: { version: String(version) },
      label: 'Start planen',
    },
    html`<div class="lw-inline-form">${field}${button('Plan speichern', { kind: 'secondary' })}</div>`,
  );
}
