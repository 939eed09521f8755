import type { FieldProblem } from '#kernel';
import type { StandEingabe } from '../domain/parse-aenderung.ts';
import { parseWunsch } from '../domain/parse-wunsch.ts';
import type { SammelWunsch } from '../domain/sammel.ts';
import type { CompassDeps } from '../doors-deps.ts';
import { feldLabel } from '../messages.ts';
import { orteOf } from './leistung-orte.ts';

/** A change of one cell as a machine or the command line asks for it. */
export interface RoheZeile {
  readonly leistung: string;
  /** The fassung that was read; what holds now where none is named. */
  readonly grundlage?: number | undefined;
  readonly werte: StandEingabe;
}

/** Wishes out of raw rows; what is wrong with one of them stands in its row. */
export async function wuenscheOfRows(
  { world }: Pick<CompassDeps, 'world'>,
  rows: readonly RoheZeile[],
): Promise<readonly SammelWunsch[]> {
  const orte = orteOf((await world()).catalogue);
  return rows.map(({ leistung, grundlage, werte }) => {
    const parsed = parseWunsch(werte);
    return {
      zeile: null,
      leistungId: leistung,
      name: orte.get(leistung)?.name ?? leistung,
      grundlage: grundlage ?? null,
      ...(parsed.ok ? parsed.value : { aenderung: {} }),
      probleme: parsed.ok ? [] : parsed.refusal.map(problemText),
      hinweise: [],
      zellen: [],
    };
  });
}

function problemText({ field, message }: FieldProblem): string {
  const label = Object.entries(feldLabel).find(([key]) => key === field)?.[1] ?? field;
  return `${label}: ${message}`;
}
