import { html } from 'hono/html';
import { formatLocalDate, type LocalDate, ok, type Refusal } from '#kernel';
import type { PageRequest } from '#platform';
import {
  accordion,
  badge,
  button,
  buttonRow,
  errorOf,
  form,
  type Html,
  problemsOf,
  refusalNotice,
  section,
  table,
  textareaField,
} from '#ui';
import { aufgabeNach } from '../domain/aufgabe.ts';
import { aufgabeZustandLabel } from '../messages.ts';
import type { Sitz } from '../store/gruppen.ts';
import { type AufgabeZeile, listAufgaben, readGruppenBlick } from '../use-cases/read-uebersicht.ts';
import { flashOf } from './answers.ts';
import type { Seite } from './deps-page.ts';
import { getippt, krume, sitzFeld } from './teile.ts';

/** All tasks of the groups: the own ones first, then what is due first; what is over below. */
export const aufgabenSeite: Seite = async (deps, wer, request, refused) => {
  const all = await listAufgaben(deps, wer);
  const { sitze } = await readGruppenBlick(deps, wer);
  const today = deps.clock.today();
  const open = all.filter(({ zustand }) => zustand === 'offen');
  const part = (titel: string, rows: readonly AufgabeZeile[], leer: string) =>
    section(titel, liste(rows, today, leer));
  return ok({
    title: 'Aufgaben',
    breadcrumb: krume,
    ...flashOf(request),
    main: html`${refusalNotice(refused)}${part(
      'Ihre Organisation',
      open.filter(({ eigene }) => eigene),
      'Für Ihre Organisation ist keine Aufgabe offen.',
    )}${part(
      'Alle anderen offenen',
      open.filter(({ eigene }) => !eigene),
      'Keine weitere Aufgabe ist offen.',
    )}${part(
      'Beendet',
      all.filter(({ zustand }) => zustand !== 'offen'),
      'Noch keine Aufgabe ist beendet.',
    )}${section('Eine Aufgabe ändern', formen(all, sitze, request, refused))}`,
  });
};

function liste(rows: readonly AufgabeZeile[], today: LocalDate, leer: string): Html {
  return table({
    caption: 'Aufgaben',
    captionHidden: true,
    columns: [
      { label: 'Aufgabe', width: 'wide' },
      { label: 'Zuständig' },
      { label: 'Fällig', width: 'narrow' },
      { label: 'Stand' },
    ],
    rows: rows.map(({ titel, vermerk, zustaendigName, faellig, zustand }) => [
      html`${titel}${vermerk === '' ? '' : html`<br><span class="kern-body--small kern-body--muted">${vermerk}</span>`}`,
      zustaendigName ?? badge('warning', 'noch niemand'),
      faellig === null
        ? 'ohne Termin'
        : html`${formatLocalDate(faellig)} ${zustand === 'offen' && faellig < today ? badge('danger', 'überfällig') : ''}`,
      aufgabeZustandLabel[zustand],
    ]),
    empty: html`<p class="kern-body">${leer}</p>`,
  });
}

function formen(
  all: readonly AufgabeZeile[],
  sitze: readonly Sitz[],
  request: PageRequest,
  refused: Refusal | null,
): Html {
  const mine = all.filter(({ darf }) => darf);
  if (mine.length === 0) return html`<p class="kern-body">Ändern können Sie Aufgaben Ihrer Organisation.</p>`;
  return html`${mine.map((aufgabe) =>
    einzelne(
      aufgabe,
      sitze.filter(({ gruppeId }) => gruppeId === aufgabe.gruppeId),
      request,
      refused,
    ),
  )}`;
}

function einzelne(
  { id, titel, zustand }: AufgabeZeile,
  sitze: readonly Sitz[],
  request: PageRequest,
  refused: Refusal | null,
): Html {
  const here = request.params.id === id && refused !== null;
  const problems = here ? problemsOf(refused) : [];
  const may = (art: 'erledigt' | 'uebergeben' | 'entfallen' | 'wieder-offen') =>
    aufgabeNach(zustand, art) !== null;
  const step = (art: string, label: string) => button(label, { kind: 'secondary', name: 'art', value: art });
  return accordion({
    title: titel,
    open: here,
    body: form(
      { action: `/arbeitsgruppe/aufgaben/${id}/schritt`, csrfToken: request.csrfToken, label: titel },
      html`${textareaField({ name: 'text', id: here ? 'feld-text' : `text-${id}`, label: 'Vermerk', hint: 'Soll die Aufgabe entfallen, sagen Sie hier warum.', value: here ? getippt(request, 'text', '') : '', rows: 2, maxLength: 2000, optional: true, error: errorOf(problems, 'text') })}
      ${may('uebergeben') ? sitzFeld(sitze, { name: 'zustaendig', id: here ? 'feld-zustaendig' : `zustaendig-${id}`, label: 'Übergeben an', value: here ? getippt(request, 'zustaendig', '') : '', error: errorOf(problems, 'zustaendig') }) : ''}
      ${buttonRow(may('erledigt') ? step('erledigt', 'Erledigt') : '', may('uebergeben') ? step('uebergeben', 'Übergeben') : '', may('entfallen') ? step('entfallen', 'Entfällt') : '', may('wieder-offen') ? step('wieder-offen', 'Wieder öffnen') : '')}`,
    ),
  });
}
