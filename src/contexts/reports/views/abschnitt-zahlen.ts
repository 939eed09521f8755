import { zustandLabel } from '#compass';
import { formatLocalDate } from '#kernel';
import { formatNumber, formatShare } from '#ui';
import { type Bestand, type Monat, standZustaende } from '../domain/bestand.ts';
import type { Abschnitt, Zahl } from '../domain/dokument.ts';
import {
  count,
  countBy,
  eigeneQuelle,
  eigeneZahl,
  isOnline,
  isSilent,
  pflichtQuelle,
  unterwegs,
} from '../domain/zaehlen.ts';
import { anteil } from './zahl-text.ts';

type Inhalt = Pick<Abschnitt, 'zahlen' | 'bloecke'>;

/** How many duties there are, and what is said of them. */
export function ueberblick(bestand: Bestand): Inhalt {
  const { pflichten, kommune, stichtag } = bestand;
  const [online, silent] = [count(pflichten, isOnline), count(pflichten, isSilent)];
  const underway = count(pflichten, ({ zustand }) => unterwegs.has(zustand));
  const whole = pflichten.length;
  const own = (key: string, bezeichnung: string, wert: number, filter: string) =>
    eigeneZahl(bestand, { key, abschnitt: 'ueberblick', bezeichnung, wert, von: whole, filter });
  const teile = [...standZustaende, null].map((zustand) => ({
    label: zustand === null ? 'keine Angabe' : zustandLabel[zustand],
    wert: count(pflichten, (zeile) => zeile.zustand === zustand),
    filter: `zustand=${zustand ?? 'keine-angabe'}`,
  }));
  return {
    zahlen: [
      {
        key: 'pflichten',
        abschnitt: 'ueberblick',
        bezeichnung: 'Pflichten',
        wert: whole,
        von: null,
        quelle: pflichtQuelle(bestand),
        stand: stichtag,
        filter: '',
      },
      own('online', 'davon online', online, 'zustand=online'),
      own(
        'unterwegs',
        'davon geplant oder in Arbeit',
        underway,
        [...unterwegs].map((zustand) => `zustand=${zustand}`).join('&'),
      ),
      own('ohne-angabe', 'davon ohne Angabe', silent, 'zustand=keine-angabe'),
    ],
    bloecke: [
      satz(
        `${kommune} muss am ${formatLocalDate(stichtag)} ${formatNumber(whole)} Leistungen selbst ausführen. Davon sind ${anteil(online, whole)} nach eigener Angabe online, ${anteil(underway, whole)} sind vorgemerkt, geplant, in Umsetzung oder in Erprobung.`,
      ),
      satz(
        silent === 0
          ? 'Zu jeder Pflicht gibt es eine Angabe.'
          : `Zu ${anteil(silent, whole)} Pflichten gibt es noch keine Angabe. Sie zählen nirgends als erledigt und bleiben in jeder Gesamtzahl enthalten.`,
      ),
      {
        art: 'balken',
        titel: 'Pflichten nach Zustand',
        text: teile
          .filter(({ wert }) => wert > 0)
          .map(({ label, wert }) => `${label}: ${formatNumber(wert)}`)
          .join('; '),
        teile,
      },
    ],
  };
}

/** The three shares, each with its sentence, and what is covered in each Themenfeld. */
export function pflichten(bestand: Bestand): Inhalt {
  const { pflichten: rows, einwohner } = bestand;
  const online = count(rows, isOnline);
  const counted = rows.filter(({ fallzahl }) => fallzahl !== null);
  const cases = sumOf(counted);
  const casesOnline = sumOf(counted.filter(isOnline));
  const estimated = count(counted, ({ fallzahlArt }) => fallzahlArt === 'geschaetzt');
  return {
    zahlen: [
      share(bestand, 'anteil-leistungen', 'Anteil der Leistungen online', online, rows.length),
      ...(einwohner ? [inhabitants(bestand, online)] : []),
      share(bestand, 'anteil-faelle', 'Anteil der Fälle, deren Leistung online ist', casesOnline, cases),
    ],
    bloecke: [
      satz(`Nach Leistungen: ${anteil(online, rows.length)} Pflichten sind online.`),
      satz(
        einwohner
          ? `Nach Einwohnern: Jede Leistung, die online ist, steht allen ${formatNumber(einwohner.zahl)} Einwohnerinnen und Einwohnern offen (Stand ${formatLocalDate(einwohner.stichtag)}). Innerhalb einer einzigen Kommune ist dieser Anteil deshalb derselbe: ${formatShare(online, rows.length)}.`
          : 'Nach Einwohnern: Für diese Kommune liegt keine Einwohnerzahl vor.',
      ),
      satz(
        counted.length === 0
          ? 'Nach Fällen: Noch zu keiner Pflicht ist eine Fallzahl bekannt. Ein Anteil lässt sich nicht angeben.'
          : `Nach Fällen: Von ${formatNumber(cases)} bekannten Fällen im Jahr betreffen ${formatNumber(casesOnline)} (${formatShare(casesOnline, cases)}) Leistungen, die online sind. Bekannt ist die Fallzahl von ${anteil(counted.length, rows.length)} Pflichten; ${formatNumber(estimated)} davon sind geschätzt.`,
      ),
      themenfelder(bestand),
    ],
  };
}

function sumOf(rows: Bestand['pflichten']): number {
  return rows.reduce((sum, { fallzahl }) => sum + (fallzahl ?? 0), 0);
}

function share(bestand: Bestand, key: string, bezeichnung: string, wert: number, von: number): Zahl {
  const filter = key === 'anteil-faelle' ? 'fallzahl=bekannt&zustand=online' : 'zustand=online';
  return eigeneZahl(bestand, { key, abschnitt: 'pflichten', bezeichnung, wert, von, filter });
}

/** Pairs (Leistung, person): each weighs as much as the Kommune has inhabitants. */
function inhabitants(bestand: Bestand, online: number): Zahl {
  const people = bestand.einwohner?.zahl ?? 0;
  const quelle = `${eigeneQuelle(bestand)}; Einwohner: ${bestand.einwohner?.quelle ?? ''}`;
  return {
    ...share(
      bestand,
      'anteil-einwohner',
      'Anteil nach Einwohnern (Einwohner mal Leistungen online)',
      online * people,
      bestand.pflichten.length * people,
    ),
    quelle,
  };
}

function themenfelder({ pflichten: rows }: Bestand): Abschnitt['bloecke'][number] {
  const groups = [...countBy(rows, ({ themenfeld }) => themenfeld ?? 'ohne Themenfeld')];
  return {
    art: 'tabelle',
    titel: 'Abdeckung nach Themenfeld',
    spalten: [
      { label: 'Themenfeld' },
      { label: 'Pflichten', zahl: true },
      { label: 'online', zahl: true },
      { label: 'Anteil', zahl: true },
      { label: 'ohne Angabe', zahl: true },
    ],
    zeilen: groups
      .toSorted(([a], [b]) => a.localeCompare(b, 'de'))
      .map(([name, own]) => [
        name,
        formatNumber(own.length),
        formatNumber(count(own, isOnline)),
        formatShare(count(own, isOnline), own.length),
        formatNumber(count(own, isSilent)),
      ]),
    leer: 'Keine Pflichten an diesem Tag.',
  };
}

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

export function satz(text: string) {
  return { art: 'satz', text } as const;
}
