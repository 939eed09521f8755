import { type FieldProblem, ok, type Result, refuse } from '#kernel';
import { bewerte, type Reifegradmodell, wrongAnswers } from './reifegrad.ts';
import { type Kriterien, levels11, levels20, type Stand, type StandAenderung } from './stand.ts';

export interface Reifegradmodelle {
  readonly modell11: Reifegradmodell;
  readonly modell20: Reifegradmodell;
}

/**
 * Lets answered criteria decide the level. A level that is stated alone, against criteria from before, takes their
 * place: somebody knows the level and not why.
 */
export function applyReifegrad(
  { modell11, modell20 }: Reifegradmodelle,
  current: Stand | null,
  aenderung: StandAenderung,
): Result<StandAenderung, readonly FieldProblem[]> {
  const problems = [
    ...problemsOf(modell11, 'kriterien11', aenderung.kriterien11),
    ...problemsOf(modell20, 'kriterien20', aenderung.kriterien20),
  ];
  if (problems.length > 0) return refuse(problems);
  return ok({
    ...aenderung,
    ...settled(modell11, levels11, current, aenderung, 'reifegrad11', 'kriterien11'),
    ...settled(modell20, levels20, current, aenderung, 'reifegrad20', 'kriterien20'),
  });
}

/** Level and criteria of one model as they fit together. */
function settled<L extends 'reifegrad11' | 'reifegrad20', C extends 'kriterien11' | 'kriterien20'>(
  modell: Reifegradmodell,
  levels: readonly number[],
  current: Stand | null,
  aenderung: StandAenderung,
  level: L,
  criteria: C,
) {
  const antworten = aenderung[criteria];
  if (antworten) {
    const { reifegrad, hoechstens } = bewerte(modell, antworten);
    const said = aenderung[level] ?? null;
    const kept = said !== null && said <= hoechstens ? said : null;
    return { [level]: levels.find((each) => each === reifegrad) ?? kept };
  }
  const before = current?.[criteria];
  const stands = !(level in aenderung) || !before || bewerte(modell, before).reifegrad === aenderung[level];
  return stands ? {} : { [criteria]: null };
}

function problemsOf(
  modell: Reifegradmodell,
  field: 'kriterien11' | 'kriterien20',
  antworten: Kriterien | null | undefined,
): readonly FieldProblem[] {
  return wrongAnswers(modell, antworten ?? {}).map((message) => ({ field, message }));
}
