import { html } from 'hono/html';
import {
  accordion,
  button,
  errorOf,
  form,
  type Html,
  inputField,
  problemsOf,
  radioGroup,
  section,
  selectField,
  table,
  textareaField,
  textLink,
} from '#ui';
import { gewichtungen } from '../domain/abstimmung.ts';
import { gewichtungLabel } from '../messages.ts';
import type { SitzungBlick } from '../use-cases/read-sitzung.ts';
import { ergebnisText } from '../views/dokumente.ts';
import type { Stelle } from './sitzung-schritte.ts';
import { beschlussBadge, getippt, sitzungHref } from './teile.ts';

/** Decisions, and for whoever leads the form that proposes one. */
export function beschluesseSection({ blick, request, refused }: Stelle): Html | '' {
  const { beschluesse, sitzung, wer } = blick;
  const may = wer.leitet && (sitzung.zustand === 'eingeladen' || sitzung.zustand === 'laeuft');
  if (beschluesse.length === 0 && !may) return '';
  const rows = beschluesse.map(({ id, nummer, titel, zustand, ergebnis, ziele }) => [
    textLink(`/arbeitsgruppe/beschluesse/${id}`, `${nummer}. ${titel}`),
    beschlussBadge(zustand),
    ergebnis ? ergebnisText(ergebnis) : '',
    html`${ziele.map(({ name, href }, at) => html`${at > 0 ? ', ' : ''}${textLink(href, name)}`)}`,
  ]);
  const list = table({
    caption: 'Beschlüsse',
    captionHidden: true,
    columns: [
      { label: 'Beschluss', width: 'wide' },
      { label: 'Stand' },
      { label: 'Ergebnis' },
      { label: 'Betrifft' },
    ],
    rows,
    empty: html`<p class="kern-body">Noch kein Beschluss.</p>`,
  });
  return section('Beschlüsse', html`${list}${may ? vorschlag({ blick, request, refused }) : ''}`, {
    id: 'beschluesse',
  });
}

function vorschlag({ blick, request, refused }: Stelle): Html {
  const here = request.path.endsWith('/beschluesse');
  const problems = here ? problemsOf(refused) : [];
  const value = (name: string, sonst = '') => (here ? getippt(request, name, sonst) : sonst);
  return accordion({
    title: 'Beschluss vorschlagen',
    open: here,
    body: form(
      {
        action: `${sitzungHref(blick.sitzung.id)}/beschluesse`,
        csrfToken: request.csrfToken,
        label: 'Beschluss vorschlagen',
      },
      html`${inputField({ name: 'titel', id: here ? 'feld-titel' : 'beschluss-titel', label: 'Titel', value: value('titel'), maxLength: 200, error: errorOf(problems, 'titel') })}
      ${textareaField({ name: 'text', id: here ? 'feld-text' : 'beschluss-text', label: 'Wortlaut', value: value('text'), rows: 4, maxLength: 5000, error: errorOf(problems, 'text') })}
      ${radioGroup({ name: 'gewichtung', label: 'Wie wird gezählt?', options: gewichtungen.map((one) => ({ value: one, label: gewichtungLabel[one] })), value: value('gewichtung', 'kommune'), error: errorOf(problems, 'gewichtung') })}
      ${inputField({ name: 'ziele', label: 'Was betrifft der Beschluss?', hint: 'Zum Beispiel leistung:L02950, plan:Name des Plans oder schema:Name des Schemas, mehrere durch Komma getrennt. Dort wird er gezeigt; ein Plan oder Schema gilt, sobald er angenommen ist.', value: value('ziele'), maxLength: 1000, optional: true, error: errorOf(problems, 'ziele') })}
      ${punktWahl(blick, here ? 'feld-punkt' : 'beschluss-punkt', value('punkt'))}${button('Vorschlagen', { kind: 'secondary' })}`,
    ),
  });
}

/** A choice among the items of the agenda. */
export function punktWahl({ punkte }: SitzungBlick, id: string, value: string): Html {
  const options = punkte.map((punkt, at) => ({ value: punkt.id, label: `${at + 1}. ${punkt.titel}` }));
  return selectField({
    name: 'punkt',
    id,
    label: 'Zu welchem Punkt?',
    options,
    value,
    placeholder: 'Sonstiges',
    optional: true,
  });
}
