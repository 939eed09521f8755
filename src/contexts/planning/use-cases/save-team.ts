import { type FieldProblem, ok, type Result, refuse } from '#kernel';
import { newId, recordAudit } from '#platform';
import type { Team, TeamInhalt } from '../domain/team.ts';
import { changedMeanwhile, invalid, teamUnknown } from '../errors.ts';
import type { PlanningDeps } from '../planning-deps.ts';
import { insertTeam, readOwnTeam, readTeams } from '../store-grundlage.ts';
import type { CapacityOwner } from './actors.ts';

/** A change of a team: without id a new one; `grundlage` is the Fassung that was read. */
export interface TeamWunsch {
  readonly id: string | null;
  readonly grundlage: number;
  readonly inhalt: TeamInhalt;
}

/** States what a team has: its skills and its person-days. */
export function saveTeam(
  { db, clock }: Pick<PlanningDeps, 'db' | 'clock'>,
  { actor, tenant, kommune }: CapacityOwner,
  { id, grundlage, inhalt }: TeamWunsch,
): Promise<Result<Team>> {
  return db.withTenant(tenant, actor, async (tx) => {
    const known = await readTeams(tx);
    const before = id === null ? null : await readOwnTeam(tx, id);
    if (id !== null && before === null) return refuse(teamUnknown);
    if (before && before.fassung !== grundlage) return refuse(changedMeanwhile);
    const problems = problemsOf(inhalt, known, before?.id ?? null);
    if (problems.length > 0) return refuse(invalid(problems));
    const team = nextFassung(before, inhalt, kommune?.ags ?? null, clock.now());
    if (!(await insertTeam(tx, tenant, team))) return refuse(changedMeanwhile);
    await recordAudit(tx, {
      action: 'planning.team.stated',
      object: { type: 'planungsteam', id: team.id },
      summary: { fassung: team.fassung },
    });
    return ok(team);
  });
}

function nextFassung(before: Team | null, inhalt: TeamInhalt, ags: string | null, angegebenAm: Date): Team {
  return { ...inhalt, id: before?.id ?? newId(), fassung: (before?.fassung ?? 0) + 1, ags, angegebenAm };
}

function problemsOf(inhalt: TeamInhalt, known: readonly Team[], own: string | null): readonly FieldProblem[] {
  const taken = known.some(
    ({ id, name, beendet }) => id !== own && !beendet && name.toLowerCase() === inhalt.name.toLowerCase(),
  );
  return taken ? [{ field: 'name', message: `Ein Team „${inhalt.name}“ gibt es schon.` }] : [];
}

/** The teams of the own organisation, and for an IT-Dienstleister the Fachbereiche that Kommunen share with it. */
export function teamsFor(
  { db }: Pick<PlanningDeps, 'db'>,
  { actor, tenant, kommune }: CapacityOwner,
): Promise<readonly Team[]> {
  return kommune === null ? db.withCircle(tenant, actor, readTeams) : db.withTenant(tenant, actor, readTeams);
}
