import { html } from 'hono/html';
import type { LocalDate } from '#kernel';
import type { PageContent, PageRequest } from '#platform';
import {
  alert,
  button,
  buttonRow,
  emptyState,
  form,
  formatNumber,
  inputField,
  pagination,
  selectField,
  tabs,
} from '#ui';
import { annahmeIn } from '../domain/zustand.ts';
import { flashOf } from '../messages.ts';
import type { Antwortende } from '../use-cases/people.ts';
import { type Bogen, fragtKurz } from '../use-cases/read-bogen.ts';
import { vorbelegte } from '../use-cases/take-defaults.ts';
import { bogenBlock } from './bogen-block.ts';
import type { Zurueckgegeben } from './bogen-felder.ts';
import { type Bogenwahl, gewaehlteZeilen, jeSeite, wahlQuery } from './bogen-filter.ts';
import { fristText } from './parts.ts';
import { address } from './wer.ts';

/** What a page of the form shows besides the lines. */
export interface Bogenantwort {
  readonly wahl: Bogenwahl;
  readonly heute: LocalDate;
  /** By Leistung, what could not be saved. */
  readonly zurueck: ReadonlyMap<string, Zurueckgegeben>;
}

/** The form of a Kommune, page by page. Works by its button; with the script it saves while somebody types. */
export function bogenContent(
  request: PageRequest,
  who: Antwortende,
  bogen: Bogen,
  { wahl, heute, zurueck }: Bogenantwort,
): PageContent {
  const { umfrage, zustand } = bogen;
  const rows = gewaehlteZeilen(bogen, wahl);
  const pages = Math.max(1, Math.ceil(rows.length / jeSeite));
  const seite = Math.min(wahl.seite, pages);
  const bearbeitbar = who.darfAntworten && annahmeIn(zustand) !== 'nicht';
  const here = address(umfrage.id, 'antworten');
  const kept = rows.filter(({ ort }) => zurueck.has(ort.id));
  const shown = [
    ...kept,
    ...rows.slice((seite - 1) * jeSeite, seite * jeSeite).filter((row) => !kept.includes(row)),
  ];
  const blocks = shown.map((zeile) =>
    bogenBlock({
      umfrage,
      zeile,
      heute,
      bearbeitbar,
      kurz: wahl.modus === 'kurz',
      zurueck: zurueck.get(zeile.ort.id) ?? null,
    }),
  );
  return {
    title: 'Antworten',
    preline: umfrage.titel,
    lead: fristText(zustand, umfrage.frist, umfrage.nachfrist),
    breadcrumb: [
      { label: 'Bedarfsabfragen', href: '/bedarf' },
      { label: umfrage.titel, href: address(umfrage.id) },
    ],
    ...flashOf(request),
    ...(zurueck.size > 0 ? { error: true } : {}),
    wide: true,
    scripts: ['autosave'],
    main: html`${zurueckHinweis(zurueck)}${modusTabs(bogen, wahl)}${sucheForm(here, wahl)}${
      shown.length === 0
        ? emptyState({
            title: 'Hier ist nichts zu tun',
            body: 'Mit dieser Auswahl ist keine Leistung zu beantworten.',
          })
        : bearbeitbar
          ? form(
              {
                action: here,
                csrfToken: request.csrfToken,
                hidden: { wahl: wahlQuery({ ...wahl, seite }) },
                label: 'Antworten',
              },
              html`<p class="kern-body" role="status" data-autosave-summary>${countText(rows.length, seite, pages)}</p>${blocks}${knoepfe(bogen, shown.length, seite < pages)}`,
            )
          : html`<p class="kern-body">${countText(rows.length, seite, pages)}</p>${blocks}`
    }${pagination({ page: seite, pages, href: (page) => `${here}?${wahlQuery({ ...wahl, seite: page })}` })}`,
    nextSteps: [{ label: 'Zurück zur Bedarfsabfrage', href: address(umfrage.id) }],
  };
}

function countText(total: number, seite: number, pages: number): string {
  return `${formatNumber(total)} ${total === 1 ? 'Leistung' : 'Leistungen'}${pages > 1 ? `, Seite ${formatNumber(seite)} von ${formatNumber(pages)}` : ''}.`;
}

function zurueckHinweis(zurueck: ReadonlyMap<string, Zurueckgegeben>) {
  if (zurueck.size === 0) return '';
  return alert({
    kind: 'warning',
    live: true,
    title:
      zurueck.size === 1
        ? 'Eine Antwort braucht noch einen Blick. Ihre Eingabe steht unten, wie Sie sie getippt haben.'
        : `${formatNumber(zurueck.size)} Antworten brauchen noch einen Blick. Ihre Eingaben stehen unten, wie Sie sie getippt haben.`,
  });
}

function modusTabs(bogen: Bogen, wahl: Bogenwahl) {
  const here = address(bogen.umfrage.id, 'antworten');
  const kurz = bogen.zeilen.filter((zeile) => zeile.meine && fragtKurz(zeile)).length;
  const href = (modus: Bogenwahl['modus']) => `${here}?${wahlQuery({ ...wahl, modus, suche: '', seite: 1 })}`;
  return tabs('Wie viel gefragt wird', [
    {
      label: 'In zehn Minuten',
      href: href('kurz'),
      current: wahl.modus === 'kurz',
      count: formatNumber(kurz),
    },
    {
      label: 'Alles',
      href: href('alle'),
      current: wahl.modus === 'alle',
      count: formatNumber(bogen.zeilen.length),
    },
  ]);
}

function sucheForm(action: string, { modus, nur, suche }: Bogenwahl) {
  return form(
    { action, method: 'get', hidden: { modus }, label: 'Leistungen suchen' },
    html`<div class="lw-inline-form">${inputField({ name: 'suche', label: 'Suche', type: 'search', value: suche, optional: true })}${selectField(
      {
        name: 'nur',
        label: 'Zeigen',
        options: [
          { value: 'alle', label: 'alle' },
          { value: 'offen', label: 'noch ohne Antwort' },
          { value: 'meine', label: 'die ich beantworte' },
        ],
        value: nur,
        placeholder: null,
        optional: true,
      },
    )}${button('Zeigen', { kind: 'secondary' })}</div>`,
  );
}

function knoepfe(bogen: Bogen, shown: number, more: boolean) {
  const defaults = vorbelegte(bogen).length;
  return html`${buttonRow(
    more ? button('Speichern und weiter', { name: 'weiter', value: 'ja' }) : '',
    button('Speichern', { kind: more ? 'secondary' : 'primary' }),
    defaults > 0
      ? button(
          shown < bogen.zeilen.length
            ? 'Speichern und die Vorbelegung dieser Seite übernehmen'
            : 'Speichern und die Vorbelegung übernehmen',
          { kind: 'tertiary', name: 'vorbelegung', value: 'ja' },
        )
      : '',
  )}`;
}
