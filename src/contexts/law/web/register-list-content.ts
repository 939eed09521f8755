import { html } from 'hono/html';
import { formatLocalDate } from '#kernel';
import type { PageContent } from '#platform';
import {
  type AnsweredList,
  dateForm,
  emptyState,
  evidenceBadge,
  formatNumber,
  listPage,
  onDay,
  section,
  table,
} from '#ui';
import type { Eintrag } from '../domain/eintrag.ts';
import { fristenOn, registerDeckung } from '../use-cases/find-eintrag.ts';
import type { AskedList } from './ask.ts';
import { registerLabel, verpflichtetLabel } from './labels.ts';

export function listContent(asked: AskedList<Eintrag>, list: AnsweredList<Eintrag>): PageContent {
  return {
    title: 'OZG 2.0: Register und Fristen',
    preline: 'Das Recht',
    lead: `Was gilt, seit wann, nach welcher Norm und wie gut belegt, ${onDay(asked.date)}. Was hier fehlt, ist nicht geprüft; es ist keine Aussage, dass nichts gilt.`,
    wide: true,
    main: html`${dateForm('/ozg2', asked.date)}${section('Was ist erfasst, was fehlt?', deckungTable(asked))}
      ${section('Fristen', fristenTable(asked))}
      ${section(
        'Alle Einträge',
        listPage(asked.definition, list.result, {
          action: '/ozg2',
          caption: 'Einträge der Register',
          problems: list.problems,
          noun: ['Eintrag', 'Einträge'],
        }),
      )}`,
    nextSteps: [
      { label: 'Radar Ihrer Kommune: die Kommune auswählen', href: '/kommunen' },
      { label: 'Wer macht was? Die Akteure', href: `/akteure?datum=${asked.date}` },
    ],
  };
}

const benennend: readonly Eintrag['register'][] = ['schriftform', 'bescheid', 'nutzergruppe', 'nachweis'];

function deckungTable({ world, date }: AskedList<Eintrag>) {
  return table({
    caption: 'Deckung der Register',
    captionHidden: true,
    columns: [
      { label: 'Register' },
      { label: 'Einträge', numeric: true },
      { label: 'Benannte kommunale Leistungen', numeric: true },
      { label: 'Ohne Angabe', numeric: true },
    ],
    rows: benennend.map((register) => {
      const { eintraege, benannt, kommunal } = registerDeckung(world, register, date);
      return [
        registerLabel[register],
        formatNumber(eintraege),
        formatNumber(benannt),
        formatNumber(kommunal - benannt),
      ];
    }),
  });
}

function fristenTable({ world, date }: AskedList<Eintrag>) {
  return table({
    caption: 'Fristen',
    captionHidden: true,
    columns: [
      { label: 'Frist', width: 'wide' },
      { label: 'Tag' },
      { label: 'Norm' },
      { label: 'Wer ist verpflichtet?' },
      { label: 'Beleg' },
    ],
    rows: fristenOn(world, date).map((frist) => [
      html`${frist.titel}${frist.hinweis ? html`<p class="kern-body kern-body--small kern-body--muted">${frist.hinweis}</p>` : ''}`,
      formatLocalDate(frist.faelligAm),
      frist.norm,
      `${verpflichtetLabel[frist.verpflichtet]} (${frist.bindung})`,
      evidenceBadge(frist.evidenz),
    ]),
    empty: emptyState({ title: 'Keine Fristen', body: 'Es sind keine Fristen geladen.' }),
  });
}
