import { localDate } from '#kernel';
import type { CompassWorld } from './compass-world.ts';

/**
 * A file of the Umsetzungsstand with so many rows, a tenth of them broken. The catalogue has 5,249 Leistungen; what goes
 * beyond are ended ones. Another `round` states other numbers, so that every row is a change.
 */
export function standFile({ enden }: Pick<CompassWorld, 'enden'>, rows: number, round: number): Buffer {
  const head =
    'Nummer;Zustand;umgesetzt am;Fallzahl;Jahr der Fallzahl;Art der Fallzahl;Priorität;Zuständig;Bemerkung';
  const lines = Array.from({ length: rows }, (_, index) => {
    const id = `L${String(index + 1).padStart(5, '0')}`;
    if (index >= 5249) enden.set(id, endOf(id, index));
    const rest = `01.0${(index % 9) + 1}.2025;${index + round};2025;gezählt;${(index % 3) + 1};Oke Sandgrund;Zeile ${index}`;
    return `${id};${index % 10 === 0 ? 'fertig' : 'online'};${rest}`;
  });
  return Buffer.from([head, ...lines].join('\r\n'));
}

function endOf(leistungId: string, index: number) {
  return {
    leistungId,
    leika: '',
    name: `Beendet ${index}`,
    endetAm: localDate('2020-01-01'),
    grund: 'aufgehoben',
    quelle: 'Amtsblatt',
    quelleUrl: null,
    gelesenAm: localDate('2026-01-01'),
    evidenz: 'norm-gelesen',
    hinweis: null,
  } as const;
}
