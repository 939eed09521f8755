import { type EvidenceGrade, evidenceGrades, weakestGrade } from '#kernel';
import type { CompiledDuties, DutyBody } from './compiled-duties.ts';
import { decideAlongTransfers, decideByNamedStelle, foundOf, type Grundlage } from './decide-gemeinde.ts';
import { type Decision, decided, type Gemeindelage, offen } from './decision.ts';
import type { Frage } from './frage.ts';
import { gemeindeklassen } from './groessenklasse.ts';

/**
 * A Kreis owes a task of its own, or it acts for its Gemeinden. The second is read off the verdicts of the Gemeinden
 * and stands nowhere else, so that the two sides cannot disagree.
 */
export function decideKreis(
  frage: Frage,
  grundlage: Grundlage,
  decideBody: (body: DutyBody) => Decision,
): Decision {
  const { wert, klasse, regel } = grundlage;
  // Without a class that points at its Kreis, and without a transfer, no Gemeinde can: so none need be asked.
  if (!servesGemeinden(regel.verteilung) && frage.fall.uebertragungen.length === 0)
    return decideForItself(frage, grundlage);
  const { lage, acting, rest } = gemeindelageOf(frage.duties, frage.body, decideBody);
  const found = { ...foundOf(grundlage), gemeinden: lage };
  const own = [regel.evidenz, klasse.grade];
  if (lage.handeltFuer.length > 0) {
    const stelle = { name: frage.body.name, ags: frage.body.ags };
    return decided('selbst', weakestGrade([...own, ...strongest(acting)]), { ...found, stelle });
  }
  if (wert !== 'S' || !servesGemeinden(regel.verteilung)) return decideForItself(frage, grundlage);
  if (lage.offen.length > 0 || lage.andere.length === 0) return offen('gemeinden-offen', found);
  return decided('nicht einschlägig', weakestGrade([...own, ...rest]), found);
}

/** A task that the Kreis has or has not for its own sake, whatever its Gemeinden do. */
function decideForItself(frage: Frage, grundlage: Grundlage): Decision {
  const { wert, klasse, regel } = grundlage;
  if (wert === 'L' || wert === 'X') return decideByNamedStelle(grundlage);
  if (wert === 'K' || wert === 'A') return offen('verteilung-unklar', foundOf(grundlage));
  if (wert === '-')
    return decided('nicht einschlägig', weakestGrade([regel.evidenz, klasse.grade]), foundOf(grundlage));
  return decideAlongTransfers(frage, grundlage, frage.body, foundOf(grundlage));
}

interface Gesamtlage {
  readonly lage: Gemeindelage;
  /** The grades of the verdicts of the Gemeinden for which the Kreis acts, and of the others. */
  readonly acting: readonly EvidenceGrade[];
  readonly rest: readonly EvidenceGrade[];
}

/** How each Gemeinde of the Kreis stands to the task. */
export function gemeindelageOf(
  duties: CompiledDuties,
  kreis: DutyBody,
  decideBody: (body: DutyBody) => Decision,
): Gesamtlage {
  const lage = { handeltFuer: [] as DutyBody[], offen: [] as DutyBody[], andere: [] as DutyBody[] };
  const acting: EvidenceGrade[] = [];
  const rest: EvidenceGrade[] = [];
  for (const gemeinde of duties.gemeindenByKreis.get(kreis.ags) ?? []) {
    const { verdict, stelle, grade } = decideBody(gemeinde);
    const acts = verdict === 'Kreis' && stelle?.ags === kreis.ags;
    (acts ? lage.handeltFuer : verdict === 'offen' ? lage.offen : lage.andere).push(gemeinde);
    if (grade !== null) (acts ? acting : rest).push(grade);
  }
  return { lage, acting, rest };
}

/** One well-sourced Gemeinde is enough to say that the Kreis acts. */
function strongest(grades: readonly EvidenceGrade[]): readonly EvidenceGrade[] {
  return evidenceGrades.filter((grade) => grades.includes(grade)).slice(0, 1);
}

function servesGemeinden(verteilung: Grundlage['regel']['verteilung']): boolean {
  return gemeindeklassen.some((klasse) => verteilung[klasse] === 'K' || verteilung[klasse] === 'A');
}
