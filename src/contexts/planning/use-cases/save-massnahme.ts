import { type FieldProblem, formatLocalDate, ok, type Result, refuse } from '#kernel';
import { recordAudit, type Tx } from '#platform';
import { kreis } from '../domain/build-problem.ts';
import type { Herkunft, Massnahme, MassnahmeInhalt } from '../domain/massnahme.ts';
import { findCycle } from '../domain/reihenfolge.ts';
import type { Team } from '../domain/team.ts';
import type { Vorlage } from '../domain/vorlage.ts';
import { changedMeanwhile, idTaken, invalid } from '../errors.ts';
import type { PlanningDeps } from '../planning-deps.ts';
import { insertMassnahme, readMassnahmen, readTeams, readVorlagen } from '../store-grundlage.ts';
import type { Planner } from './actors.ts';

/** A change of a Massnahme; `grundlage` is the Fassung that was read, 0 for a new one. */
export interface MassnahmeWunsch {
  readonly id: string;
  readonly grundlage: number;
  readonly inhalt: MassnahmeInhalt;
  readonly herkunft: Herkunft;
  readonly beendet: boolean;
}

/** What a Massnahme is checked against. */
interface Bestand {
  readonly massnahmen: ReadonlyMap<string, Massnahme>;
  readonly vorlagen: readonly Vorlage[];
  readonly teams: readonly Team[];
  /** AGS and name of the Kommunen that may be planned. */
  readonly kommunen: ReadonlyMap<string, string>;
  readonly leistungen: ReadonlySet<string>;
}

/** Saves Massnahmen one after the other in one transaction; used by the form, the table and the demand alike. */
export async function massnahmeSaver(deps: PlanningDeps, { actor, anbieter }: Planner) {
  const [kommunen, catalogue] = await Promise.all([deps.kreis(actor, anbieter), deps.catalogue()]);
  const known = {
    kommunen: new Map(kommunen.map(({ ags, name }) => [ags, name])),
    leistungen: new Set(catalogue.leistungen.map(({ id }) => id)),
  };
  let read: { readonly tx: Tx; readonly bestand: Bestand & { massnahmen: Map<string, Massnahme> } } | null =
    null;
  return async (tx: Tx, wunsch: MassnahmeWunsch): Promise<Result<Massnahme>> => {
    if (read?.tx !== tx) {
      const massnahmen = new Map((await readMassnahmen(tx)).map((one) => [one.id, one]));
      const [vorlagen, teams] = [await readVorlagen(tx), await readTeams(tx)];
      read = { tx, bestand: { ...known, massnahmen, vorlagen, teams } };
    }
    const { bestand } = read;
    const checked = check(wunsch, bestand);
    if (!checked.ok) return checked;
    const { id, grundlage, inhalt, herkunft, beendet } = wunsch;
    const massnahme: Massnahme = {
      id,
      fassung: grundlage + 1,
      inhalt,
      herkunft: bestand.massnahmen.get(id)?.herkunft ?? herkunft,
      beendet,
      angegebenAm: deps.clock.now(),
    };
    if (!(await insertMassnahme(tx, anbieter.tenant, massnahme))) return refuse(changedMeanwhile);
    bestand.massnahmen.set(id, massnahme);
    await recordAudit(tx, {
      action: beendet ? 'planning.measure.ended' : 'planning.measure.stated',
      object: { type: 'massnahme', id },
      summary: { fassung: massnahme.fassung },
    });
    return ok(massnahme);
  };
}

/** Saves one Massnahme. */
export async function saveMassnahme(
  deps: PlanningDeps,
  planner: Planner,
  wunsch: MassnahmeWunsch,
): Promise<Result<Massnahme>> {
  const save = await massnahmeSaver(deps, planner);
  return deps.db.withTenant(planner.anbieter.tenant, planner.actor, (tx) => save(tx, wunsch));
}

function check({ id, grundlage, inhalt }: MassnahmeWunsch, bestand: Bestand): Result<null> {
  const before = bestand.massnahmen.get(id);
  if (before && grundlage === 0) return refuse(idTaken(id));
  if ((before?.fassung ?? 0) !== grundlage) return refuse(changedMeanwhile);
  const problems = problemsOf(id, inhalt, bestand);
  if (problems.length > 0) return refuse(invalid(problems));
  const nach = new Map([...bestand.massnahmen].map(([other, one]) => [other, one.inhalt.nach]));
  const cycle = findCycle(nach.set(id, inhalt.nach));
  const titel = (one: string) =>
    one === id ? inhalt.titel : (bestand.massnahmen.get(one)?.inhalt.titel ?? one);
  return cycle ? refuse(kreis(cycle.map(titel))) : ok(null);
}

/** Everything that is wrong with a Massnahme, each with its field. */
function problemsOf(id: string, inhalt: MassnahmeInhalt, bestand: Bestand): readonly FieldProblem[] {
  const { vorlage, leistungId, kommunen, nach, teams, verfuegbarAb, frist } = inhalt;
  const fremde = kommunen.filter(({ ags }) => !bestand.kommunen.has(ags)).map(({ ags }) => ags);
  const doppelte = kommunen.filter(
    ({ ags }, index) => kommunen.findIndex((one) => one.ags === ags) !== index,
  );
  const offene = nach.filter((one) => one !== id && !bestand.massnahmen.has(one));
  const unbekannt = Object.values(teams).filter(
    (team) => !bestand.teams.some(({ id: known, ags }) => known === team && ags === null),
  );
  const of = (field: string, wrong: boolean, message: string): readonly FieldProblem[] =>
    wrong ? [{ field, message }] : [];
  return [
    ...of(
      'kennung',
      !/^[a-z0-9][a-z0-9-]{1,79}$/.test(id),
      `„${id.slice(0, 80)}“ ist keine Kennung: kleine Buchstaben, Ziffern und Striche, mindestens zwei Zeichen.`,
    ),
    ...of(
      'vorlage',
      !bestand.vorlagen.some((one) => one.id === vorlage && !one.beendet),
      `Die Aufwandsvorlage „${vorlage}“ gibt es nicht oder sie ist beendet.`,
    ),
    ...of(
      'leistung',
      leistungId !== null && !bestand.leistungen.has(leistungId),
      `Die Leistung ${leistungId} steht nicht im Katalog.`,
    ),
    ...of('kommunen', fremde.length > 0, `Nicht von Ihnen betreut: ${fremde.join(', ')}.`),
    ...of('kommunen', doppelte.length > 0, `Doppelt genannt: ${doppelte.map(({ ags }) => ags).join(', ')}.`),
    ...of('nach', offene.length > 0, `Diese Maßnahmen gibt es nicht: ${offene.join(', ')}.`),
    ...of('teams', unbekannt.length > 0, 'Eines der gewählten Teams gibt es nicht.'),
    ...of(
      'frist',
      verfuegbarAb !== null && frist !== null && frist < verfuegbarAb,
      verfuegbarAb && frist
        ? `Die Frist (${formatLocalDate(frist)}) liegt vor dem Tag, ab dem es verfügbar ist (${formatLocalDate(verfuegbarAb)}).`
        : '',
    ),
  ];
}
