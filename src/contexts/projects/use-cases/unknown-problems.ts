import type { FieldProblem } from '#kernel';
import type { Projektinhalt } from '../domain/projekt.ts';
import type { Namen } from '../felder/schreiben.ts';
import type { ProjectsDeps } from '../projects-deps.ts';

/** Themenfeld, Leistungen and Lösungen that nobody knows; Lösungen are taken as they are while there is no register. */
export async function unknownProblems(
  loesungNamen: ProjectsDeps['loesungNamen'],
  { themenfeldId, leistungen, loesungen }: Projektinhalt,
  namen: Namen,
): Promise<readonly FieldProblem[]> {
  const known = loesungNamen && loesungen.length > 0 ? await loesungNamen(loesungen) : null;
  return [
    ...(themenfeldId !== null && namen.themenfeld(themenfeldId) === null
      ? [{ field: 'themenfeld', message: `Ein Themenfeld mit der Nummer ${themenfeldId} gibt es nicht.` }]
      : []),
    ...leistungen
      .filter((id) => namen.leistung(id) === null)
      .map((id) => ({ field: 'leistungen', message: `Die Leistung ${id} kennt der Katalog nicht.` })),
    ...loesungen
      .filter((id) => known?.has(id) === false)
      .map((id) => ({ field: 'loesungen', message: `Eine Lösung mit der Kennung ${id} gibt es nicht.` })),
  ];
}
