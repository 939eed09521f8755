import { zustandLabel } from '#compass';
import { compareLocalDates, formatLocalDate, type LocalDate } from '#kernel';
import { formatNumber } from '#ui';
import type { Bestand, BestandZeile } from '../domain/bestand.ts';
import type { Abschnitt, Zahl } from '../domain/dokument.ts';
import { count, countBy, eigeneZahl, isOnline, isSilent } from '../domain/zaehlen.ts';
import { satz } from './abschnitt-zahlen.ts';
import { anteil } from './zahl-text.ts';

type Inhalt = Pick<Abschnitt, 'zahlen' | 'bloecke'>;

/** The levels of what is online, by both models. */
export function reifegrad(bestand: Bestand): Inhalt {
  const online = bestand.pflichten.filter(isOnline);
  const conform = count(online, ({ reifegrad11 }) => (reifegrad11 ?? -1) >= 3);
  const unrated = count(online, ({ reifegrad11 }) => reifegrad11 === null);
  const levels = (model: 'reifegrad11' | 'reifegrad20', highest: number) =>
    Array.from({ length: highest + 1 }, (_, level) => ({
      label: `Stufe ${level}`,
      wert: count(online, (zeile) => zeile[model] === level),
      filter: `zustand=online&${model}=${level}`,
    })).concat({
      label: 'nicht eingestuft',
      wert: count(online, (zeile) => zeile[model] === null),
      filter: `zustand=online&${model}=ohne`,
    });
  const chart = (titel: string, teile: ReturnType<typeof levels>) =>
    ({
      art: 'balken',
      titel,
      text: teile.map(({ label, wert }) => `${label}: ${formatNumber(wert)}`).join('; '),
      teile,
    }) as const;
  return {
    zahlen: [
      eigeneZahl(bestand, {
        key: 'ozg-konform',
        abschnitt: 'reifegrad',
        bezeichnung: 'Online mit Reifegrad 3 oder mehr (Modell 1.1)',
        wert: conform,
        von: online.length,
        filter: 'zustand=online&reifegrad11=3&reifegrad11=4',
      }),
    ],
    bloecke: [
      satz(
        online.length === 0
          ? 'Noch ist keine Pflicht als online angegeben; einen Reifegrad hat deshalb keine.'
          : `Von den Leistungen, die online sind, erreichen ${anteil(conform, online.length)} nach eigener Angabe mindestens Stufe 3 des Modells 1.1 und gelten damit als OZG-konform. ${formatNumber(unrated)} sind noch nicht eingestuft.`,
      ),
      chart('Reifegrad 1.1 der Leistungen, die online sind', levels('reifegrad11', 4)),
      chart('Reifegrad 2.0 der Leistungen, die online sind', levels('reifegrad20', 7)),
    ],
  };
}

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
