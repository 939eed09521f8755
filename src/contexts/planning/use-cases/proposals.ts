import { ok, type Result } from '#kernel';
import { allOrNone } from '#platform';
import { mitAbweichungen } from '../domain/abweichung.ts';
import { kennungOf } from '../felder/massnahme-felder.ts';
import type { PlanningDeps } from '../planning-deps.ts';
import { readMassnahmen } from '../store-grundlage.ts';
import type { Planner } from './actors.ts';
import { type MassnahmeWunsch, massnahmeSaver } from './save-massnahme.ts';

/** A Massnahme that the demand asks for and nobody made yet. */
export interface Vorschlag {
  readonly leistungId: string;
  readonly titel: string;
  readonly kommunen: MassnahmeWunsch['inhalt']['kommunen'];
  readonly gewicht: number;
  /** Where the weight comes from. */
  readonly begruendung: string;
  readonly strategie: string | null;
}

/** What Kommunen need, what was decided and how much it weighs, as Massnahmen that could be made; the weightiest first. */
export async function proposals(
  deps: PlanningDeps,
  { actor, anbieter }: Planner,
  principal: Parameters<PlanningDeps['strategie']>[0],
): Promise<readonly Vorschlag[]> {
  const [bedarf, gewichte, strategie, catalogue, kreis, massnahmen, abweichungen] = await Promise.all([
    deps.bedarf(actor, anbieter),
    deps.gewichte(actor, anbieter),
    deps.strategie(principal),
    deps.catalogue(),
    deps.kreis(actor, anbieter),
    deps.db.withTenant(anbieter.tenant, actor, readMassnahmen),
    deps.abweichungen(actor, anbieter.tenant),
  ]);
  const made = new Set(
    massnahmen.flatMap(({ beendet, inhalt }) => (beendet ? [] : (inhalt.leistungId ?? []))),
  );
  const namen = new Map(catalogue.leistungen.map(({ id, name }) => [id, name]));
  const decided = new Map(strategie.map((one) => [one.leistungId, one]));
  const known = new Set(kreis.map(({ ags }) => ags));
  const wanted = new Map(bedarf.map(({ leistungId, kommunen }) => [leistungId, kommunen]));
  const ids = new Set([
    ...wanted.keys(),
    ...strategie.flatMap(({ entscheid, leistungId }) => (entscheid === 'alle' ? [leistungId] : [])),
  ]);
  return [...ids]
    .filter((id) => !made.has(id) && !['nicht', 'spaeter'].includes(decided.get(id)?.entscheid ?? ''))
    .flatMap((leistungId): Vorschlag[] => {
      const decision = decided.get(leistungId);
      const asked = (wanted.get(leistungId) ?? []).filter(({ ags }) => known.has(ags));
      const wishes = new Map(asked.map(({ ags, wunsch }) => [ags, wunsch]));
      const all = decision?.entscheid === 'alle' ? kreis.map(({ ags }) => ags) : [...wishes.keys()];
      const { gewicht = 50, satz = 'Noch keine beschlossene Rangfolge: mittleres Gewicht.' } =
        gewichte.get(leistungId) ?? {};
      const titel = namen.get(leistungId);
      const kommunen = mitAbweichungen(
        all.map((ags) => ({ ags, quartal: wishes.get(ags) ?? decision?.quartal ?? null })),
        abweichungen.filter((one) => one.leistungId === leistungId && known.has(one.ags)),
      );
      if (titel === undefined || kommunen.length === 0) return [];
      return [{ leistungId, titel, kommunen, gewicht, begruendung: satz, strategie: decision?.satz ?? null }];
    })
    .sort(
      (a, b) =>
        b.gewicht - a.gewicht ||
        b.kommunen.length - a.kommunen.length ||
        a.titel.localeCompare(b.titel, 'de'),
    );
}

/** Makes a Massnahme of each proposal, all of them or none; gives their ids. */
export async function takeOver(
  deps: PlanningDeps,
  planner: Planner,
  vorschlaege: readonly Vorschlag[],
  vorlage: string,
): Promise<Result<readonly string[]>> {
  const save = await massnahmeSaver(deps, planner);
  return allOrNone(
    (run) => deps.db.withTenant(planner.anbieter.tenant, planner.actor, run),
    async (tx) => {
      const ids: string[] = [];
      for (const vorschlag of vorschlaege) {
        const saved = await save(tx, wunschOf(vorschlag, vorlage));
        if (!saved.ok) return saved;
        ids.push(saved.value.id);
      }
      return ok(ids);
    },
  );
}

function wunschOf(vorschlag: Vorschlag, vorlage: string): MassnahmeWunsch {
  const { leistungId, titel, kommunen, gewicht, begruendung } = vorschlag;
  return {
    id: kennungOf(`${leistungId} ${titel}`),
    grundlage: 0,
    herkunft: 'bedarf',
    beendet: false,
    inhalt: {
      titel: titel.slice(0, 200),
      leistungId,
      vorlage,
      kommunen,
      gewicht,
      begruendung: begruendung.slice(0, 500),
      verfuegbarAb: null,
      frist: null,
      nach: [],
      teams: {},
    },
  };
}
