import { formatNumber } from '#ui';
import type { Bestand } from '../domain/bestand.ts';
import { count, eigeneZahl, isOnline } from '../domain/zaehlen.ts';
import { type Inhalt, satz } from './inhalt.ts';
import { anteil } from './zahl-text.ts';

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
