import { html } from 'hono/html';
import { formatLocalDate } from '#kernel';
import {
  badge,
  descriptionList,
  externalLink,
  formatInstant,
  formatNumber,
  section,
  table,
  textLink,
} from '#ui';
import {
  kriterien,
  kriterienQuelle,
  mindestkriterien,
  offeneGruppen,
  wortlautQuelle,
} from '../domain/mindestkriterien.ts';
import type { Jahrespreis, Preisblatt } from '../domain/preisblatt.ts';
import { euro } from '../geld.ts';
import type { Dienstseite } from '../use-cases/read-dienst.ts';
import { dienstHref } from './parts.ts';

/** The minimum criteria, each with what its judgement rests on. */
export function criteriaSection({ inhalt }: Dienstseite) {
  return section(
    'EfA-Mindestkriterien',
    table({
      caption: 'Mindestkriterien mit Urteil und Beleg',
      captionHidden: true,
      columns: [
        { label: 'Kriterium', width: 'wide' },
        { label: 'Rang' },
        { label: 'Urteil' },
        { label: 'Beleg' },
      ],
      rows: kriterien.map((each) => {
        const urteil = inhalt.kriterien[each];
        const { label, rang } = mindestkriterien[each];
        return [
          label,
          rang === 'muss' ? 'muss' : 'soll',
          urteil === undefined
            ? badge('neutral', 'nicht beurteilt')
            : urteil.erfuellt
              ? badge('success', 'erfüllt')
              : badge('danger', 'nicht erfüllt'),
          urteil?.beleg ?? 'keiner',
        ];
      }),
    }),
    {
      id: 'kriterien',
      lead: html`Die Kriterien sind aus einer Beschreibung der ${externalLink(kriterienQuelle.url, kriterienQuelle.title)} und des ${externalLink(wortlautQuelle.url, wortlautQuelle.title)} übernommen. Zu ${offeneGruppen.join(', ')} liegt uns der Wortlaut nicht vor; diese Gruppen stehen deshalb nicht in der Liste. Urteile und Belege nennt der Anbieter.`,
    },
  );
}

/** What somebody of no Kommune reads where there is no sheet. */
export const ohnePreisblattText =
  'Kein Preisblatt. Wo die Kosten umgelegt werden, sieht jede Kommune ihren Anteil, wenn sie sich anmeldet.';

/** „12.000,00 €“, or the steps by inhabitants. */
export function jahrespreisText(jaehrlich: Jahrespreis): string {
  if (jaehrlich.art === 'fest') return `${euro(jaehrlich.cent)} für jede Kommune`;
  if (jaehrlich.art === 'umlage') return 'Anteil an den umgelegten Kosten';
  return jaehrlich.stufen
    .map(({ bisEinwohner, cent }) =>
      bisEinwohner === null
        ? `darüber ${euro(cent)}`
        : `bis ${formatNumber(bisEinwohner)} Einwohner ${euro(cent)}`,
    )
    .join('; ');
}

/** The price sheet of today in its four parts, and all sheets that ever were. */
export function pricesSection({ offering }: Dienstseite) {
  const { preisblatt, preise } = offering;
  if (preise.length === 0) return '';
  return section(
    'Preisblatt',
    html`${preisblatt ? sheet(preisblatt) : html`<p class="kern-body">Heute gilt noch kein Preisblatt.</p>`}${table(
      {
        caption: 'Alle Preisblätter',
        columns: [
          { label: 'Nummer' },
          { label: 'Gilt ab' },
          { label: 'Je Kalenderjahr' },
          { label: 'Angegeben' },
        ],
        rows: preise
          .toReversed()
          .map(({ nummer, gueltigAb, inhalt, angegebenAm }) => [
            String(nummer),
            formatLocalDate(gueltigAb),
            jahrespreisText(inhalt.jaehrlich),
            formatInstant(angegebenAm),
          ]),
        small: true,
      },
    )}`,
    { id: 'preisblatt', lead: 'Ein Preisblatt wird nie geändert. Ein neues gilt ab seinem Tag.' },
  );
}

function sheet({ inhalt, gueltigAb }: Preisblatt) {
  const { jaehrlich, ersteCent, einmalig, erlaeuterung, quelle, annahme } = inhalt;
  return descriptionList([
    ['Gilt ab', formatLocalDate(gueltigAb)],
    ['Kalenderjährlich', jahrespreisText(jaehrlich)],
    [
      'Abweichender Betrag der ersten Periode',
      ersteCent === null ? 'keiner: auch die erste Periode kostet ein Kalenderjahr' : euro(ersteCent),
    ],
    [
      'Einmalig',
      einmalig.length === 0
        ? 'nichts'
        : html`${einmalig.map(({ bezeichnung, cent }) => html`<div>${bezeichnung}: ${euro(cent)}</div>`)}`,
    ],
    ['Erläuterungen', erlaeuterung || 'keine'],
    ['Quelle', annahme ? `Annahme${quelle ? ` (${quelle})` : ''}` : quelle],
  ]);
}

export function documentsSection({ dokumente, offering }: Dienstseite) {
  const { dienst } = offering.angebot;
  return section(
    'Dokumente',
    table({
      caption: 'Dokumente des Anbieters',
      captionHidden: true,
      columns: [{ label: 'Dokument', width: 'wide' }, { label: 'Größe' }, { label: 'Hochgeladen' }],
      rows: dokumente.map(({ id, titel, bytes, hochgeladenAm }) => [
        textLink(`${dienstHref(dienst)}/dokumente/${id}`, titel),
        `${formatNumber(Math.ceil(bytes / 1000))} kB`,
        formatInstant(hochgeladenAm),
      ]),
      empty: html`<p class="kern-body">Der Anbieter hat noch kein Dokument hinterlegt, etwa eine Leistungsbeschreibung oder ein Vertragsmuster.</p>`,
    }),
    { id: 'dokumente' },
  );
}

/** Who offers and runs it, how well it is looked after, in which releases. */
export function aboutSection({ offering, inhalt, live }: Dienstseite) {
  const { angebot } = offering;
  const { leistungsgute: gute } = inhalt;
  const design = inhalt.kriterien['neutrales-design'];
  return section(
    'Angebot und Leistungsgüte',
    descriptionList([
      ['Angeboten von', angebot.anbieter],
      ['Betrieb', inhalt.betreiber || angebot.anbieter],
      ['Neutrales Design', design === undefined ? 'nicht beurteilt' : design.erfuellt ? 'ja' : 'nein'],
      [
        'Fassungen',
        html`${offering.fassungen.map(({ fassung, angebotenAm }) => html`<div>Fassung ${fassung}, angeboten seit ${formatInstant(angebotenAm)}</div>`)}`,
      ],
      ['Angeboten bis', inhalt.eingestelltZum ? formatLocalDate(inhalt.eingestelltZum) : 'ohne Ende'],
      ['Kommunen, die ihn nutzen', formatNumber(live)],
      ['Verfügbarkeit', gute.verfuegbarkeit || 'keine Angabe'],
      ['Support', gute.support || 'keine Angabe'],
      ['Reaktionszeit', gute.reaktion || 'keine Angabe'],
      ['Wartung', gute.wartung || 'keine Angabe'],
      ['Kontakt', inhalt.kontakt || 'keine Angabe'],
    ]),
    { id: 'angebot' },
  );
}
