import { html } from 'hono/html';
import { formatQuartal } from '#kernel';
import type { PageContent } from '#platform';
import { badge, descriptionList, emptyState, formatNumber, section, table } from '#ui';
import { bedarfLabel, vorarbeitLabel } from '../messages.ts';
import type { Auswertung, BenannteAntwort, Leistungsauswertung } from '../use-cases/evaluate.ts';
import { address } from './wer.ts';

export function leistungContent({
  umfrage,
  ort,
  zeile,
  antworten,
  ohneAntwort,
}: Leistungsauswertung): PageContent {
  return {
    title: ort.name,
    preline: `${umfrage.titel}: Auswertung`,
    lead: `${formatNumber(zeile.geantwortet)} von ${formatNumber(zeile.gefragt)} gefragten Kommunen haben geantwortet.`,
    breadcrumb: [
      { label: 'Bedarfsabfragen', href: '/bedarf' },
      { label: umfrage.titel, href: address(umfrage.id) },
      { label: 'Auswertung', href: address(umfrage.id, 'auswertung') },
    ],
    wide: true,
    main: html`${table({
      caption: 'Was die Kommunen sagen',
      columns: [
        { label: 'Kommune' },
        { label: 'Bedarf' },
        { label: 'Wunschquartal' },
        { label: 'Fälle im Jahr', numeric: true },
        { label: 'Vorarbeit' },
        ...umfrage.fragen.map(({ text }) => ({ label: text })),
        { label: 'Bemerkung' },
      ],
      rows: antworten.map((antwort) => antwortRow(antwort, umfrage)),
      empty: emptyState({
        title: 'Noch keine freigegebene Antwort',
        body: 'Sobald eine Kommune freigibt, steht sie hier.',
      }),
    })}${section('Ohne Antwort', descriptionList([['Kommunen', ohneAntwort.join(', ') || 'keine']]))}`,
    nextSteps: [
      { label: 'Zurück zur Auswertung', href: address(umfrage.id, 'auswertung') },
      { label: 'Diese Leistung im Katalog', href: `/katalog/leistungen/${ort.id}` },
    ],
  };
}

function antwortRow(antwort: BenannteAntwort, { fragen }: Auswertung['umfrage']) {
  const { kommune, bedarf, wunschquartal, fallzahl, vorarbeit, bemerkung, frei, spaet, vorbelegt } = antwort;
  return [
    html`${kommune}${spaet ? html` ${badge('warning', 'verspätet')}` : ''}`,
    html`${bedarf === null ? 'keine Angabe' : bedarfLabel[bedarf]}${vorbelegt ? html`<br><span class="kern-body--small kern-body--muted">wie vorbelegt</span>` : ''}`,
    wunschquartal === null ? '–' : formatQuartal(wunschquartal),
    fallzahl === null ? '–' : formatNumber(fallzahl),
    vorarbeit === null ? '–' : vorarbeitLabel[vorarbeit],
    ...fragen.map(({ id }) => frei[id] ?? '–'),
    bemerkung || '–',
  ];
}
