import { html } from 'hono/html';
import { formatLocalDate } from '#kernel';
import {
  accordion,
  button,
  errorOf,
  fileField,
  form,
  formatNumber,
  type Html,
  inputField,
  linkButton,
  problemsOf,
  radioGroup,
  section,
  selectField,
  table,
  textareaField,
  textLink,
} from '#ui';
import { gewichtungen } from '../domain/abstimmung.ts';
import { dateiArten } from '../domain/datei.ts';
import { aufgabeZustandLabel, gewichtungLabel } from '../messages.ts';
import { type SitzungBlick, sitzName } from '../use-cases/read-sitzung.ts';
import { ergebnisText } from '../views/dokumente.ts';
import type { Stelle } from './sitzung-schritte.ts';
import { absaetze, beschlussBadge, getippt, sitzFeld, sitzungHref } from './teile.ts';

/** Files of the session. */
export function unterlagenSection({ blick, request, refused }: Stelle): Html | '' {
  const { materialien, sitzung, wer } = blick;
  if (materialien.length === 0 && !wer.leitet) return '';
  const list = html`<ul class="kern-list kern-list--bullet">${materialien.map(({ id, name, bytes }) => html`<li>${textLink(`/arbeitsgruppe/unterlagen/${id}`, name)} (${formatNumber(Math.ceil(bytes / 1000))} kB)${wer.leitet ? form({ action: `/arbeitsgruppe/unterlagen/${id}/loeschen`, csrfToken: request.csrfToken, label: `${name} löschen` }, button('Löschen', { kind: 'tertiary', small: true })) : ''}</li>`)}</ul>`;
  const error = errorOf(problemsOf(refused), 'datei');
  const add = accordion({
    title: 'Unterlage hochladen',
    open: error !== null,
    body: form(
      {
        action: `${sitzungHref(sitzung.id)}/unterlagen`,
        csrfToken: request.csrfToken,
        multipart: true,
        label: 'Unterlage hochladen',
      },
      html`${fileField({ name: 'datei', label: 'Datei', hint: 'PDF, PNG oder JPEG, höchstens 10 MB. Alle Mitglieder der Arbeitsgruppe können sie öffnen.', accept: Object.keys(dateiArten).join(','), error })}${button('Hochladen', { kind: 'secondary' })}`,
    ),
  });
  return section(
    'Unterlagen',
    html`${materialien.length === 0 ? html`<p class="kern-body">Noch keine Unterlagen.</p>` : list}${wer.leitet ? add : ''}`,
    { id: 'unterlagen' },
  );
}

/** The minutes as they stand, and the way to write. */
export function protokollSection(blick: SitzungBlick): Html | '' {
  const { sitzung, notizen, wer } = blick;
  const writes = sitzung.zustand === 'laeuft' || (wer.leitet && sitzung.zustand !== 'abgesagt');
  if (sitzung.zustand === 'entwurf' && notizen.length === 0) return '';
  const link = writes
    ? html`<p>${linkButton('Im Protokoll schreiben', `${sitzungHref(sitzung.id)}/protokoll`, { kind: 'secondary' })}</p>`
    : '';
  return section('Protokoll', html`${mitschrift(blick)}${link}`, { id: 'protokoll' });
}

/** All notes, item by item. */
export function mitschrift(
  { punkte, notizen }: SitzungBlick,
  aendern: (id: string) => Html | '' = () => '',
): Html {
  const known = new Set(punkte.map(({ id }) => id));
  const groups = [
    ...punkte.map(({ id, titel }, at) => ({
      titel: `${at + 1}. ${titel}`,
      notes: notizen.filter(({ punktId }) => punktId === id),
    })),
    { titel: 'Sonstiges', notes: notizen.filter(({ punktId }) => punktId === null || !known.has(punktId)) },
  ].filter(({ notes }) => notes.length > 0);
  if (groups.length === 0) return html`<p class="kern-body">Noch keine Notiz.</p>`;
  return html`${groups.map(({ titel, notes }) => html`<h3 class="kern-title">${titel}</h3>${notes.map(({ id, text, haus }) => html`<div class="lw-stack">${absaetze(text)}<p class="kern-body kern-body--small kern-body--muted">${haus} ${aendern(id)}</p></div>`)}`)}`;
}

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

/** Follow-up tasks, and for whoever leads the form that adds one. */
export function aufgabenSection({ blick, request, refused }: Stelle): Html | '' {
  const { aufgaben, sitze, sitzung, wer } = blick;
  const may = wer.leitet && sitzung.zustand !== 'entwurf' && sitzung.zustand !== 'abgesagt';
  if (aufgaben.length === 0 && !may) return '';
  const list = table({
    caption: 'Aufgaben',
    captionHidden: true,
    columns: [
      { label: 'Aufgabe', width: 'wide' },
      { label: 'Zuständig' },
      { label: 'Fällig' },
      { label: 'Stand' },
    ],
    rows: aufgaben.map(({ titel, zustaendig, faellig, zustand }) => [
      titel,
      sitzName(sitze, zustaendig) ?? 'noch niemand',
      faellig ? formatLocalDate(faellig) : 'ohne Termin',
      aufgabeZustandLabel[zustand],
    ]),
    empty: html`<p class="kern-body">Noch keine Aufgabe.</p>`,
  });
  return section('Aufgaben', html`${list}${may ? neueAufgabe({ blick, request, refused }) : ''}`, {
    id: 'aufgaben',
  });
}

function neueAufgabe({ blick, request, refused }: Stelle): Html {
  const here = request.path.endsWith('/aufgaben');
  const problems = here ? problemsOf(refused) : [];
  const value = (name: string) => (here ? getippt(request, name, '') : '');
  const decisions = blick.beschluesse.map(({ id, titel }) => ({ value: id, label: titel }));
  return accordion({
    title: 'Aufgabe festhalten',
    open: here,
    body: form(
      {
        action: `${sitzungHref(blick.sitzung.id)}/aufgaben`,
        csrfToken: request.csrfToken,
        label: 'Aufgabe festhalten',
      },
      html`${inputField({ name: 'titel', id: here ? 'feld-titel' : 'aufgabe-titel', label: 'Was ist zu tun?', value: value('titel'), maxLength: 300, error: errorOf(problems, 'titel') })}
      ${sitzFeld(blick.sitze, { name: 'zustaendig', id: here ? 'feld-zustaendig' : 'aufgabe-zustaendig', label: 'Wer macht es?', value: value('zustaendig'), error: errorOf(problems, 'zustaendig') })}
      ${inputField({ name: 'faellig', label: 'Bis wann?', type: 'date', value: value('faellig'), optional: true, error: errorOf(problems, 'faellig') })}
      ${decisions.length === 0 ? '' : selectField({ name: 'beschluss', label: 'Folgt sie aus einem Beschluss?', options: decisions, value: value('beschluss'), placeholder: 'aus keinem', optional: true, error: errorOf(problems, 'beschluss') })}
      ${button('Aufgabe speichern', { kind: 'secondary' })}`,
    ),
  });
}
