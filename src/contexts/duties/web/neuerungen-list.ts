import { html } from 'hono/html';
import { deltaKindLabel, deltaKinds } from '#catalogue';
import { badge, button, buttonRow, form, type ListDefinition, textLink, verdictBadge } from '#ui';
import { mitgezogenLabel } from '../domain/mitgezogen.ts';
import {
  type NeuerungAktion,
  neuerungAktionen,
  neuerungStaende,
  standAfter,
  wirkungen,
} from '../domain/neuerung.ts';
import type { VerdictWord } from '../domain/verdict.ts';
import type { Neuerung } from '../use-cases/neuerungen.ts';
import { detailsText, kindsText, mitgezogeneRegeln, mitgezogenLines } from '../views/neuerung-json.ts';

export const neuerungenAddress = '/neuerungen';

const aktionLabel: Readonly<Record<NeuerungAktion, string>> = {
  lesen: 'Gelesen',
  erledigen: 'Erledigt',
  zurueckstellen: 'Zurückstellen',
};

/** What the buttons of a row need; null where the person may only look. */
export interface MarkForm {
  readonly csrfToken: string;
  /** The parameters of the list, so that one comes back to where one was. */
  readonly query: string;
}

/** The consequences for one Kommune: what the list shows, by what it filters and sorts, what it exports. */
export function neuerungenList(ags: string, mark: MarkForm | null): ListDefinition<Neuerung> {
  return {
    id: `neuerungen-${ags}`,
    // No column has this key: the youngest Fassung first, in the order of the catalogue.
    defaultSort: { key: 'neueste-zuerst', descending: false },
    search: ({ entry, wirkung }) => `${entry.id} ${entry.name} ${wirkung} ${detailsText(entry)}`,
    columns: [
      {
        key: 'leistung',
        label: 'Leistung',
        value: ({ entry }) => entry.name,
        cell: ({ entry, fassung }) =>
          html`${textLink(`/katalog/leistungen/${entry.id}/verlauf`, entry.name)}<p class="kern-body kern-body--small kern-body--muted">${entry.id}, Fassung ${fassung}</p>`,
        sortable: true,
        width: 'wide',
      },
      { key: 'fassung', label: 'Fassung', kind: 'number', value: ({ fassung }) => fassung, exportOnly: true },
      { key: 'nummer', label: 'Nummer', value: ({ entry }) => entry.id, exportOnly: true },
      {
        key: 'wirkung',
        label: 'Was es bedeutet',
        value: ({ wirkung }) => wirkung,
        cell: wirkungCell,
        sortable: true,
      },
      { key: 'vorher', label: 'Zuständig vorher', value: ({ before }) => before, exportOnly: true },
      { key: 'nachher', label: 'Zuständig nachher', value: ({ after }) => after, exportOnly: true },
      {
        key: 'art',
        label: 'Was im Katalog geschah',
        value: ({ entry }) => [kindsText(entry), detailsText(entry)].filter(Boolean).join(': '),
        cell: (one) =>
          html`${kindsText(one.entry)}<p class="kern-body kern-body--small">${detailsText(one.entry)}</p>${mitgezogeneRegeln(
            one,
          ).map(
            ({ regelId, aufgabe, frueher }) =>
              html`<p class="kern-body kern-body--small">Regel ${textLink(`/regeln/${regelId}`, aufgabe)} gilt weiter, ${mitgezogenLabel[frueher.art]}</p>`,
          )}`,
      },
      {
        key: 'mitgezogen',
        label: 'Mitgezogene Regeln',
        value: (row) => mitgezogenLines(row).join('; ') || null,
        exportOnly: true,
      },
      {
        key: 'stand',
        label: 'Stand',
        value: standText,
        cell: (row) => html`${standText(row)}${mark === null ? '' : buttonsOf(row, mark)}`,
        sortable: true,
      },
    ],
    filters: [
      {
        key: 'stand',
        label: 'Stand',
        options: neuerungStaende.map((value) => ({ value, label: value })),
        values: ({ stand }) => stand,
      },
      {
        key: 'wirkung',
        label: 'Was es bedeutet',
        options: wirkungen.map((value) => ({ value, label: value })),
        values: ({ wirkung }) => wirkung,
      },
      {
        key: 'art',
        label: 'Was geschah',
        options: deltaKinds.map((kind) => ({ value: kind, label: deltaKindLabel[kind] })),
        values: ({ entry }) => entry.kinds,
      },
    ],
  };
}

function standText({ stand, zurueckgenommen }: Neuerung): string {
  return zurueckgenommen ? `${stand}, Fassung zurückgenommen` : stand;
}

function wirkungCell({ wirkung, before, after }: Neuerung) {
  const side = (verdict: VerdictWord | null) =>
    verdict === null ? 'nicht im Katalog' : verdictBadge(verdict);
  return html`${badge(wirkung === 'neue Pflicht' ? 'warning' : 'neutral', wirkung)}${
    before === after ? '' : html`<p class="kern-body kern-body--small">${side(before)} → ${side(after)}</p>`
  }`;
}

function buttonsOf({ stand, fassung, entry }: Neuerung, { csrfToken, query }: MarkForm) {
  const possible = neuerungAktionen.filter((aktion) => standAfter(stand, aktion) !== null);
  return form(
    {
      action: neuerungenAddress,
      csrfToken,
      label: `${entry.name}: Stand ändern`,
      hidden: { fassung: String(fassung), leistung: entry.id, liste: query },
    },
    buttonRow(
      ...possible.map((aktion) =>
        button(aktionLabel[aktion], { kind: 'tertiary', small: true, name: 'aktion', value: aktion }),
      ),
    ),
  );
}
