import { evidenceLabel, foldGerman, isValidOn, type LocalDate, ok, type Result, refuse } from '#kernel';
import type { Akteur, Rolle } from '../domain/akteur.ts';
import type { Law } from '../domain/law.ts';
import { akteurUnknown } from '../errors.ts';

/** An Akteur with the roles that hold on a day. */
export interface AkteurWithRoles {
  readonly akteur: Akteur;
  readonly rollen: readonly Rolle[];
}

/** All Akteure that exist on a day, with their roles. */
export function akteureOn(law: Law, date: LocalDate): readonly AkteurWithRoles[] {
  return law.akteure
    .filter((akteur) => isValidOn(akteur, date))
    .map((akteur) => ({ akteur, rollen: rollenOf(law, akteur, date) }));
}

/** An Akteur by id or name, also one that no longer exists. Refuses an unknown one with those that come near. */
export function findAkteur(law: Law, text: string, date: LocalDate): Result<AkteurWithRoles> {
  const folded = foldGerman(text.trim());
  const akteur =
    law.akteurById.get(text.trim()) ??
    law.akteure.find(({ name, kurz }) => [name, kurz ?? ''].some((each) => foldGerman(each) === folded));
  return akteur
    ? ok({ akteur, rollen: rollenOf(law, akteur, date) })
    : refuse(akteurUnknown(text, law.akteure));
}

function rollenOf(law: Law, { id }: Akteur, date: LocalDate): readonly Rolle[] {
  return law.rollen.filter((rolle) => rolle.akteurId === id && isValidOn(rolle, date));
}

/** An Akteur in JSON, for API and command. */
export function akteurJson({ akteur, rollen }: AkteurWithRoles) {
  const { evidenz, quelle, ...rest } = akteur;
  return {
    ...rest,
    evidence: evidenceLabel[evidenz],
    quelle: { ...quelle },
    rollen: rollen.map(({ evidenz: grade, quelle: source, bereich, ...rolle }) => ({
      ...rolle,
      bereich: { ...bereich, themenfelder: [...bereich.themenfelder], ozgIds: [...bereich.ozgIds] },
      evidence: evidenceLabel[grade],
      quelle: { ...source },
    })),
  };
}
