import type { Matrix } from '../domain/columns/matrix.ts';
import type { StandFact } from '../domain/columns/stand-fact.ts';
import { bytesOfFact, type PackedFacts } from '../store-figures.ts';

/** Facts that are read between two looks at the clock. */
const factsOfAStep = 2_048;

/** Reads packed statements of a matrix; `isNew` says of a number whether its statement was not taken before. */
export function factReader(matrix: Matrix, isNew: (nummer: number) => boolean) {
  const rows = new Map(matrix.bodies.map(({ ags }, index) => [Number(ags), index]));
  const columns = new Map(matrix.leistungen.map(({ id }, index) => [Number(id.slice(1)), index]));
  const loesungen = numbered();
  const cellOf = (ags: number, leistung: number): number | null => {
    const row = rows.get(ags);
    const column = columns.get(leistung);
    return row === undefined || column === undefined ? null : row * matrix.leistungen.length + column;
  };
  function* factSteps(found: PackedFacts, take: (fact: StandFact) => void): Generator<void, void> {
    const { packed } = found;
    if (packed === null) return;
    const loesungNumbers = (found.loesungen ?? []).map(loesungen.numberOf);
    for (let at = 0; at < packed.length; at += bytesOfFact) {
      const cell = cellOf(packed.readInt32BE(at + 4), packed.readInt32BE(at + 8));
      if (isNew(packed.readInt32BE(at)) && cell !== null) take(factAt(packed, at, cell, loesungNumbers));
      if ((at / bytesOfFact) % factsOfAStep === 0) yield;
    }
  }
  return { loesungen: loesungen.names, factSteps };
}

function factAt(packed: Buffer, at: number, cell: number, loesungNumbers: readonly number[]): StandFact {
  return {
    cell,
    day: Math.max(0, packed.readInt32BE(at + 12)),
    zustand: packed.readInt16BE(at + 16),
    reifegrad11: packed.readInt16BE(at + 18),
    reifegrad20: packed.readInt16BE(at + 20),
    loesung: loesungNumbers[packed.readInt16BE(at + 22) - 1] ?? 0,
    fallzahl: packed.readInt32BE(at + 24),
  };
}

function numbered() {
  const names: string[] = [];
  const numbers = new Map<string, number>();
  const numberOf = (name: string): number => {
    const known = numbers.get(name);
    if (known !== undefined) return known;
    names.push(name);
    numbers.set(name, names.length);
    return names.length;
  };
  return { names, numberOf };
}
