import { ok, type Result, refuse } from '#kernel';
import type { Principal } from '#platform';
import { newestAngebote } from '../domain/angebot.ts';
import type { EfaDeps } from '../doors-deps.ts';
import { notProvider } from '../errors.ts';
import { readAngebote } from '../store-angebot.ts';
import { readAllLive } from '../store-public.ts';

/** One service over all Kommunen of a provider's circle: numbers, no Kommune and no Antrag. */
export interface RolloutRow {
  readonly dienst: string;
  readonly titel: string;
  readonly fassung: string;
  readonly live: number;
  readonly ausgesetzt: number;
  /** How many of them still use an older version. */
  readonly aeltereFassung: number;
  readonly mitglieder: number;
  readonly antraege: number;
}

/** How many members have each offered service live, and how many Anträge came. */
export async function countRollout(
  deps: Pick<EfaDeps, 'db' | 'circleOf' | 'antragCounts'>,
  principal: Principal | null,
): Promise<Result<readonly RolloutRow[]>> {
  const kommunen = await deps.circleOf(principal);
  if (kommunen === null) return refuse(notProvider);
  const tenants = new Set<string>(kommunen.map(({ tenant }) => tenant));
  const [counts, { angebote, live }] = await Promise.all([
    deps.antragCounts(kommunen),
    deps.db.withPublic(async (tx) => ({
      angebote: newestAngebote(await readAngebote(tx)),
      live: (await readAllLive(tx)).filter(({ tenant }) => tenants.has(tenant)),
    })),
  ]);
  return ok(
    angebote.map(({ dienst, fassung, data }) => {
      const own = live.filter((each) => each.dienst === dienst);
      const suspended = own.filter(({ ausgesetztGrund }) => ausgesetztGrund !== null).length;
      return {
        dienst,
        titel: data.title,
        fassung,
        live: own.length - suspended,
        ausgesetzt: suspended,
        aeltereFassung: own.filter((each) => each.fassung !== fassung).length,
        mitglieder: kommunen.length,
        antraege: counts.get(dienst) ?? 0,
      };
    }),
  );
}
