import { formatLocalDate } from '#kernel';
import { descriptionList, formatInstant, type Html, section, table, textLink } from '#ui';
import type { Bestellung } from '../domain/bestellung.ts';
import { quartalsregel } from '../domain/erster-zeitraum.ts';
import { euro } from '../geld.ts';
import { befugnisLabel } from '../messages.ts';
import { mayOpen } from '../use-cases/dienstdokumente.ts';
import { sheetText, yearsText } from '../use-cases/dokument.ts';
import type { Bestelldetail } from '../use-cases/read-bestellungen.ts';
import { dienstHref, paperLink } from './parts.ts';

export function priceFacts({ bestellung: { inhalt, zeitraum: agreed }, zeitraum }: Bestelldetail) {
  return descriptionList([
    ['Je Kalenderjahr', euro(inhalt.jahrCent)],
    [
      agreed ? 'Erste Periode' : 'Erste Periode, wenn der Anbieter heute annimmt',
      `${euro(zeitraum.cent)} vom ${formatLocalDate(zeitraum.von)} bis ${formatLocalDate(zeitraum.bis)}, abgerechnet für ${zeitraum.rechnungsjahr}. ${quartalsregel.text}`,
    ],
    ['Einmalig', euro(inhalt.einmaligCent)],
    ['Erläuterungen', inhalt.erlaeuterung],
    ['Wert des Auftrags', `${euro(inhalt.wertCent)} über ${yearsText(inhalt.laufzeitJahre)}`],
    ['Preisblatt', sheetText(inhalt.preisblatt)],
  ]);
}

export function signatureFacts({ zeichnung, entschiedenAm, zustand, grund, beendetZum }: Bestellung) {
  return descriptionList([
    [
      'Unterschrieben',
      zeichnung
        ? `am ${formatLocalDate(zeichnung.am)} von ${zeichnung.von} (${befugnisLabel[zeichnung.als]}), ${zeichnung.wie === 'papier' ? 'auf Papier' : 'hier'}`
        : 'noch nicht',
    ],
    ['Papier', zeichnung?.datei ? paperLink(zeichnung.datei) : ''],
    [
      'Antwort des Anbieters',
      entschiedenAm
        ? `${zustand === 'abgelehnt' ? 'abgelehnt' : 'angenommen'} am ${formatLocalDate(entschiedenAm)}`
        : 'noch keine',
    ],
    ['Begründung', grund],
    ['Vertrag endet am', beendetZum ? formatLocalDate(beendetZum) : ''],
  ]);
}

/** The documents of the offer as they stood when the order was prepared, also those that were taken back since. */
export function documentsOfOrder({ bestellung, dokumente }: Bestelldetail): Html | '' {
  if (dokumente.length === 0) return '';
  return section(
    'Dokumente des Angebots',
    table({
      caption: 'Wie sie galten, als die Bestellung vorbereitet wurde',
      columns: [
        { label: 'Dokument', width: 'wide' },
        { label: 'Hochgeladen' },
        { label: 'Heute', width: 'wide' },
      ],
      rows: dokumente.map((one) => [
        mayOpen(bestellung, one)
          ? textLink(`${dienstHref(one.dienst)}/dokumente/${one.id}`, one.titel)
          : one.titel,
        formatInstant(one.hochgeladenAm),
        one.ruecknahme === null
          ? 'gilt'
          : `zurückgenommen ${formatInstant(one.ruecknahme.am)}: ${one.ruecknahme.grund}`,
      ]),
    }),
    { id: 'dokumente' },
  );
}
