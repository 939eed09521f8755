import { type LocalDate, localDate } from '#kernel';
import { actorOf } from '#platform';
import { type LoesungStand, loesungenOn, type RankedSolution, rankSolutions } from '#solutions';
import { type Bedarf, type Buendel, buendelOf } from '../../domain/matching/buendel.ts';
import { quartalOf } from '../../domain/matching/quartal.ts';
import { type OrtLeistung, orteOf, ortOfUnknown } from '../../use-cases/leistung-orte.ts';
import type { Betreuer, MatchingDeps } from '../matching-deps.ts';
import { type BedarfRow, readEinwilligung, readKreisBedarfe, readOwnBedarfe } from '../store-buendel.ts';
import { nutzungFor } from './nutzung.ts';
import type { Sicht } from './sicht.ts';

/** For how many quarters an interest can be marked, the running one included. */
export const quartaleVoraus = 12;

/** A bundle with names, and what would close the need of all. */
export interface BuendelZeile extends Buendel {
  readonly ort: OrtLeistung;
  readonly kommunen: readonly {
    readonly ags: string;
    readonly name: string;
    readonly woher: Bedarf['woher'];
  }[];
  readonly kandidaten: readonly RankedSolution[];
}

/** What a Kommune said about being named, and what still keeps it from being named. */
export interface BuendelEinwilligung {
  readonly seit: LocalDate | null;
  readonly betreuer: Betreuer | null;
}

export interface BuendelListe {
  readonly sicht: Sicht;
  readonly buendel: readonly BuendelZeile[];
  /** The needs of the asking Kommune, those without others too. */
  readonly eigene: readonly (Bedarf & { readonly ort: OrtLeistung; readonly weitere: number })[];
  /** `null` for an IT-Dienstleister. */
  readonly einwilligung: BuendelEinwilligung | null;
}

const system = actorOf('system', 'buendel');

/** The bundles that somebody may see: an IT-Dienstleister all of its circle, a Kommune those of which it is part. */
export async function buendelFor(deps: MatchingDeps, sicht: Sicht): Promise<BuendelListe> {
  const heute = deps.clock.today();
  const { kommune } = sicht;
  if (kommune === null) {
    const kreis = await kreisOf(deps, sicht.tenant, heute);
    return { sicht, buendel: await named(deps, sicht, buendelOf(kreis)), eigene: [], einwilligung: null };
  }
  const [own, betreuer] = await Promise.all([
    deps.db.withTenant(kommune.tenant, sicht.principal.actor, async (tx) => ({
      seit: await readEinwilligung(tx, heute),
      bedarfe: bedarfeOf(await readOwnBedarfe(tx, firstDay(heute)), heute),
    })),
    deps.betreuerOf(kommune),
  ]);
  const kreis = betreuer ? await kreisOf(deps, betreuer.tenant, heute) : [];
  const andere = kreis.filter(({ tenant }) => tenant !== kommune.tenant);
  const nennbar = own.seit !== null && betreuer?.teilt === true;
  const joined = buendelOf([...own.bedarfe, ...andere]).filter(({ bedarfe }) =>
    bedarfe.some(({ tenant }) => tenant === kommune.tenant),
  );
  const orte = orteOf((await deps.world()).catalogue);
  return {
    sicht,
    buendel: nennbar ? await named(deps, sicht, joined) : [],
    eigene: own.bedarfe
      .map((bedarf) => ({
        ...bedarf,
        ort: orte.get(bedarf.leistungId) ?? ortOfUnknown(bedarf.leistungId, bedarf.leistungId),
        weitere: (joined.find((each) => isSame(each, bedarf))?.bedarfe.length ?? 1) - 1,
      }))
      .toSorted((a, b) => b.weitere - a.weitere || (a.quartal < b.quartal ? -1 : 1)),
    einwilligung: { seit: own.seit, betreuer },
  };
}

function isSame(a: Pick<Bedarf, 'leistungId' | 'quartal'>, b: Pick<Bedarf, 'leistungId' | 'quartal'>) {
  return a.leistungId === b.leistungId && a.quartal === b.quartal;
}

/** The first day of the running quarter: a plan of last week still belongs to it. */
function firstDay(heute: LocalDate): LocalDate {
  const quarter = Math.ceil(Number(heute.slice(5, 7)) / 3);
  return localDate(`${heute.slice(0, 4)}-${String(quarter * 3 - 2).padStart(2, '0')}-01`);
}

async function kreisOf(deps: MatchingDeps, provider: Sicht['tenant'], heute: LocalDate) {
  const rows = await deps.db.withCircle(provider, system, (tx) => readKreisBedarfe(tx, firstDay(heute)));
  return bedarfeOf(rows, heute);
}

/** An interest in a quarter that has passed is kept, but bundles nobody any more. */
function bedarfeOf(rows: readonly BedarfRow[], heute: LocalDate): readonly Bedarf[] {
  const current = quartalOf(heute);
  return rows.flatMap(({ tenant, leistungId, tag, quartal }): readonly Bedarf[] => {
    if (tag !== null) return [{ tenant, leistungId, quartal: quartalOf(tag), woher: 'plan' }];
    return quartal !== null && quartal >= current
      ? [{ tenant, leistungId, quartal, woher: 'interesse' }]
      : [];
  });
}

async function named(
  deps: MatchingDeps,
  sicht: Sicht,
  buendel: readonly Buendel[],
): Promise<readonly BuendelZeile[]> {
  if (buendel.length === 0) return [];
  const heute = deps.clock.today();
  const [world, figures, register] = await Promise.all([deps.world(), deps.figures(), deps.register()]);
  const nutzung = await nutzungFor(deps, { tenant: sicht.tenant, ags: sicht.kommune?.ags ?? null });
  const orte = orteOf(world.catalogue);
  const agsOf = new Map<string, string>(figures.sharing.map(({ kommune, ags }) => [kommune, ags]));
  const nameOf = new Map(figures.matrix.bodies.map(({ ags, name }) => [ags, name]));
  const loesungen = loesungenOn(register, heute);
  const closing = (id: string): readonly LoesungStand[] =>
    loesungen.filter(({ inhalt }) => inhalt.leistungen.some(({ leistungId }) => leistungId === id));
  return buendel.map((each) => ({
    ...each,
    ort: orte.get(each.leistungId) ?? ortOfUnknown(each.leistungId, each.leistungId),
    kommunen: each.bedarfe
      .map(({ tenant, woher }) => {
        const ags = agsOf.get(tenant) ?? '';
        return { ags, name: nameOf.get(ags) ?? 'unbekannt', woher };
      })
      .toSorted((a, b) => a.name.localeCompare(b.name, 'de')),
    kandidaten: rankSolutions([each.leistungId], closing(each.leistungId), {
      heute,
      nutzung,
      fachverfahren: [],
    }),
  }));
}
