import { type CompiledDuties, decisionsOn } from '#duties';
import type { LocalDate } from '#kernel';
import { mapInSteps } from '#platform';
import type { Matrix } from '../domain/columns/matrix.ts';

/** 1 for each cell whose Leistung the body itself owes on a day; made in steps, between which others are answered. */
export async function pflichtOn(
  duties: CompiledDuties,
  matrix: Matrix,
  date: LocalDate,
): Promise<Uint8Array> {
  const owed = new Uint8Array(matrix.cells);
  const columns = matrix.leistungen.length;
  const decide = decisionsOn(duties, date);
  await mapInSteps([...duties.facts.bodies.entries()], ([row, body]) => {
    const decisions = decide(body);
    const first = row * columns;
    for (let column = 0; column < columns; column += 1) {
      const decision = decisions[duties.fallByLeistung[column] ?? 0];
      if (decision?.verdict === 'selbst') owed[first + column] = 1;
    }
  });
  return owed;
}
