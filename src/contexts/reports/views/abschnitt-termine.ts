import { zustandLabel } from '#compass';
import { compareLocalDates, formatLocalDate, type LocalDate } from '#kernel';
import { formatNumber } from '#ui';
import type { Bestand, BestandZeile } from '../domain/bestand.ts';
import type { Abschnitt, Zahl } from '../domain/dokument.ts';
import { eigeneZahl } from '../domain/zaehlen.ts';
import { type Inhalt, satz } from './inhalt.ts';

const open = ({ zustand }: BestandZeile) =>
  zustand !== null && !['online', 'abgeschaltet', 'nicht-anwendbar'].includes(zustand);

/** What is planned next, and what should be there and is not. */
export function termine(bestand: Bestand): Inhalt {
  const planned = bestand.pflichten
    .filter((zeile) => open(zeile) && zeile.geplantFuer !== null)
    .toSorted((a, b) => compareLocalDates(dayOf(a), dayOf(b)));
  const next = planned.filter((zeile) => dayOf(zeile) >= bestand.stichtag);
  const slipped = planned.filter((zeile) => dayOf(zeile) < bestand.stichtag);
  const zahl = (key: string, bezeichnung: string, wert: number, filter: string): Zahl =>
    eigeneZahl(bestand, { key, abschnitt: 'termine', bezeichnung, wert, von: null, filter });
  return {
    zahlen: [
      zahl('termine-kommend', 'Termine, die noch kommen', next.length, 'termin=kommt'),
      zahl('termine-verstrichen', 'Termine verstrichen', slipped.length, 'termin=verstrichen'),
    ],
    bloecke: [
      satz(
        `${formatNumber(next.length)} Pflichten haben einen Termin, der noch kommt. Bei ${formatNumber(slipped.length)} ist der Termin verstrichen, ohne dass die Leistung als online angegeben ist. Ein verstrichener Termin macht nichts fertig.`,
      ),
      listed('Als Nächstes geplant', next, bestand.stichtag, 'Es ist kein Termin angegeben, der noch kommt.'),
      listed('Termin verstrichen', slipped, bestand.stichtag, 'Kein Termin ist verstrichen.'),
    ],
  };
}

function dayOf({ geplantFuer }: BestandZeile): LocalDate {
  if (geplantFuer === null) throw new Error('a row without a plan has no day');
  return geplantFuer;
}

function listed(
  titel: string,
  rows: readonly BestandZeile[],
  stichtag: LocalDate,
  leer: string,
): Abschnitt['bloecke'][number] {
  return {
    art: 'tabelle',
    titel,
    spalten: [
      { label: 'Leistung' },
      { label: 'Zustand' },
      { label: 'Termin' },
      { label: 'Tage', zahl: true },
    ],
    zeilen: rows.map((zeile) => [
      zeile.name,
      zeile.zustand === null ? 'keine Angabe' : zustandLabel[zeile.zustand],
      formatLocalDate(dayOf(zeile)),
      formatNumber(daysBetween(stichtag, dayOf(zeile))),
    ]),
    leer,
  };
}

function daysBetween(from: LocalDate, to: LocalDate): number {
  return Math.round((Date.parse(to) - Date.parse(from)) / 86_400_000);
}
