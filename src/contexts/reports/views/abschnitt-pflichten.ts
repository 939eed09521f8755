import { formatLocalDate } from '#kernel';
import { formatNumber, formatShare } from '#ui';
import type { Bestand } from '../domain/bestand.ts';
import type { Abschnitt, Zahl } from '../domain/dokument.ts';
import { count, countBy, eigeneQuelle, eigeneZahl, isOnline, isSilent } from '../domain/zaehlen.ts';
import { type Inhalt, satz } from './inhalt.ts';
import { anteil } from './zahl-text.ts';

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
