import { formatLocalDate } from '#kernel';
import { formatNumber } from '#ui';
import type { Bestand, Monat } from '../domain/bestand.ts';
import { eigeneZahl } from '../domain/zaehlen.ts';
import { type Inhalt, satz } from './inhalt.ts';

/** The course of the last months, with the duties of the day of the report. */
export function verlauf(bestand: Bestand): Inhalt {
  const { verlauf: months } = bestand;
  const [first, last] = [months[0], months.at(-1)];
  if (!first || !last) return { zahlen: [], bloecke: [satz('Es liegen noch keine Angaben vor.')] };
  const vorher = eigeneZahl(bestand, {
    key: 'online-vor-24-monaten',
    abschnitt: 'verlauf',
    bezeichnung: `Online am ${formatLocalDate(first.tag)}`,
    wert: first.online,
    von: first.gesamt,
    filter: null,
  });
  const course = (label: string, countOf: (monat: Monat) => number) => ({
    label,
    punkte: months.map((monat) => ({ tag: monat.tag, wert: countOf(monat) })),
  });
  const bild = {
    art: 'verlauf',
    titel: 'Pflichten nach Monaten',
    text: `Zwischen ${formatLocalDate(first.tag)} und ${formatLocalDate(last.tag)}: online ${moved(first.online, last.online)}, geplant oder in Arbeit ${moved(first.unterwegs, last.unterwegs)}, ohne Angabe ${moved(first.ohneAngabe, last.ohneAngabe)}.`,
    reihen: [
      course('online', ({ online }) => online),
      course('geplant oder in Arbeit', (monat) => monat.unterwegs),
      course('ohne Angabe', ({ ohneAngabe }) => ohneAngabe),
    ],
  } as const;
  return { zahlen: [vorher], bloecke: [satz(courseText(first, last)), bild] };
}

function moved(from: number, to: number): string {
  return from === to ? `weiter ${formatNumber(to)}` : `von ${formatNumber(from)} auf ${formatNumber(to)}`;
}

function courseText(first: Monat, last: Monat): string {
  const [from, to] = [formatLocalDate(first.tag), formatLocalDate(last.tag)];
  return `Am ${from} waren ${formatNumber(first.online)} der Pflichten online, am ${to} sind es ${formatNumber(last.online)}. Gezählt werden an jedem Tag die Pflichten vom ${to}, damit die Gesamtzahl gleich bleibt. Eine Angabe zählt ab dem Tag, ab dem sie gilt.`;
}
