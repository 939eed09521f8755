import { formatLocalDate } from '#kernel';
import { formatNumber } from '#ui';
import type { Bestand } from '../domain/bestand.ts';
import { count, countBy, eigeneZahl, isOnline, isSilent } from '../domain/zaehlen.ts';
import { type Inhalt, satz } from './inhalt.ts';

/** What each department looks after. */
export function fachbereiche({ pflichten: rows }: Bestand): Inhalt {
  const groups = [...countBy(rows, ({ fachbereich }) => fachbereich ?? 'ohne Fachbereich')];
  return {
    zahlen: [],
    bloecke: [
      {
        art: 'tabelle',
        titel: 'Pflichten nach Fachbereich',
        spalten: [
          { label: 'Fachbereich' },
          { label: 'Pflichten', zahl: true },
          { label: 'online', zahl: true },
          { label: 'ohne Angabe', zahl: true },
        ],
        zeilen: groups
          .toSorted(([a], [b]) => a.localeCompare(b, 'de'))
          .map(([name, own]) => [
            name,
            formatNumber(own.length),
            formatNumber(count(own, isOnline)),
            formatNumber(count(own, isSilent)),
          ]),
        leer: 'Keine Pflichten an diesem Tag.',
      },
    ],
  };
}

/** With what the Kommune offers its duties. */
export function loesungen(bestand: Bestand): Inhalt {
  const used = bestand.pflichten.filter(({ loesung }) => loesung !== null);
  const groups = [...countBy(used, ({ loesung }) => loesung ?? '')];
  return {
    zahlen: [
      eigeneZahl(bestand, {
        key: 'mit-loesung',
        abschnitt: 'loesungen',
        bezeichnung: 'Pflichten mit einer genannten Lösung',
        wert: used.length,
        von: bestand.pflichten.length,
        filter: 'loesung=genannt',
      }),
    ],
    bloecke: [
      {
        art: 'tabelle',
        titel: 'Lösungen und ihre Leistungen',
        spalten: [
          { label: 'Lösung' },
          { label: 'Leistungen', zahl: true },
          { label: 'davon online', zahl: true },
        ],
        zeilen: groups.map(([name, own]) => [
          name,
          formatNumber(own.length),
          formatNumber(count(own, isOnline)),
        ]),
        leer: 'Zu keiner Pflicht ist bisher eine Lösung genannt.',
      },
    ],
  };
}

/** What the law sets for the next years. */
export function fristen({ fristen: rows, fristenStand }: Bestand): Inhalt {
  return {
    zahlen: [],
    bloecke: [
      satz(
        fristenStand === null
          ? 'Fristen nach dem OZG-Änderungsgesetz.'
          : `Fristen nach dem OZG-Änderungsgesetz, Stand der Sammlung ${formatLocalDate(fristenStand)}.`,
      ),
      {
        art: 'tabelle',
        titel: 'Fristen und Pflichten',
        spalten: [
          { label: 'Was' },
          { label: 'Norm' },
          { label: 'Fällig' },
          { label: 'Stand' },
          { label: 'Eigene Leistungen', zahl: true },
          { label: 'Quelle' },
        ],
        zeilen: rows.map(({ titel, norm, faelligAm, stand, leistungen: own, quelle }) => [
          titel,
          norm,
          faelligAm === null ? 'ohne Tag' : formatLocalDate(faelligAm),
          stand,
          formatNumber(own),
          quelle,
        ]),
        leer: 'Für diese Kommune ist keine Frist bekannt.',
      },
    ],
  };
}
