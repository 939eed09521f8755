import type { Catalogue, CatalogueVersions, DeltaEntry, Leistung } from '#catalogue';
import { type LocalDate, ok, type Result, refuse } from '#kernel';
import type { Principal } from '#platform';
import { fallFor } from '../domain/compiled-duties.ts';
import { decide } from '../domain/decide.ts';
import type { Fall } from '../domain/fall.ts';
import { type NeuerungStand, type Wirkung, wirkungOf } from '../domain/neuerung.ts';
import type { FruehererName } from '../domain/reichweite.ts';
import type { VerdictWord } from '../domain/verdict.ts';
import type { DutiesDeps } from '../doors-deps.ts';
import type { DutiesWorld } from '../duties-world.ts';
import { notAllowed } from '../errors.ts';
import { readStaende } from '../store-neuerungen.ts';

/** A consequence that a Fassung of the catalogue has for one Kommune. */
export interface Neuerung {
  readonly fassung: number;
  readonly katalogstand: LocalDate;
  readonly entry: DeltaEntry;
  readonly before: VerdictWord | null;
  readonly after: VerdictWord | null;
  readonly wirkung: Wirkung;
  /** The rules that moved along with this change. */
  readonly mitgezogen: readonly MitgezogeneRegel[];
  readonly stand: NeuerungStand;
  /** The Fassung was taken back after the Kommune had looked at this. */
  readonly zurueckgenommen: boolean;
}

/** A rule that holds on for what a change of the catalogue made of a Leistung. */
export interface MitgezogeneRegel {
  readonly regelId: string;
  readonly aufgabe: string;
  readonly leistungId: string;
  readonly frueher: FruehererName;
}

/** The Kommune for which somebody acts, with what the catalogue's Fassungen changed for it. */
export interface KommuneNews {
  readonly ags: string;
  readonly name: string;
  readonly neuerungen: readonly Neuerung[];
}

type Reading = Pick<DutiesDeps, 'db' | 'clock' | 'world' | 'ownAgs' | 'versions'>;

/** What changed for one's own Kommune, the youngest Fassung first. Refuses whoever acts for none. */
export async function ownNeuerungen(
  deps: Reading,
  principal: Principal | null,
): Promise<Result<KommuneNews>> {
  const ags = await deps.ownAgs(principal);
  const world = await deps.world();
  const body = ags === null ? undefined : world.duties.bodyByAgs.get(ags);
  if (!principal?.tenant || !body) return refuse(notAllowed('Die Neuerungen einer Kommune sehen'));
  const staende = await deps.db.withTenant(principal.tenant, principal.actor, readStaende);
  const standOf = new Map(staende.map((row) => [`${row.fassung} ${row.leistungId}`, row.stand]));
  const neuerungen: Neuerung[] = [];
  for (const step of await stepsOf(deps.versions)) {
    for (const one of await consequencesOf(deps, world, body.ags, step)) {
      const stand = standOf.get(`${one.fassung} ${one.entry.id}`) ?? 'neu';
      if (!one.zurueckgenommen || stand !== 'neu') neuerungen.push({ ...one, stand });
    }
  }
  return ok({ ags: body.ags, name: body.name, neuerungen });
}

interface Step {
  readonly von: number;
  readonly bis: number;
  readonly zurueckgenommen: boolean;
}

/** Each Fassung with the one before it that counts, the youngest first. */
async function stepsOf(versions: CatalogueVersions): Promise<readonly Step[]> {
  const all = await versions.all();
  const counting = all.filter(({ zurueckgenommen }) => zurueckgenommen === null);
  return all
    .flatMap(({ nummer, zurueckgenommen }): Step[] => {
      const before = counting.filter((other) => other.nummer < nummer).at(-1);
      return before ? [{ von: before.nummer, bis: nummer, zurueckgenommen: zurueckgenommen !== null }] : [];
    })
    .toReversed();
}

async function consequencesOf(
  { versions, clock }: Reading,
  world: DutiesWorld,
  ags: string,
  { von, bis, zurueckgenommen }: Step,
): Promise<readonly Omit<Neuerung, 'stand'>[]> {
  const delta = await versions.delta(von, bis);
  if (!delta.ok) return [];
  const { von: before, bis: after, entries } = delta.value;
  const fallOfLeistung = fallReader(world);
  const verdict = verdictReader(world, ags, clock.today());
  const mitgezogen = (entry: DeltaEntry) => mitgezogeneRegeln(entry, after, fallOfLeistung);
  return entries
    .filter(({ ebene }) => ebene === 'Leistung')
    .flatMap((entry) => {
      const [then, now] = [
        verdict(before.leistungById.get(entry.id)),
        verdict(after.leistungById.get(entry.id)),
      ];
      const wirkung = wirkungOf(then, now, entry.partner.length > 0);
      const katalogstand = after.fassung.stand;
      const told = { fassung: bis, katalogstand, entry, before: then, after: now, zurueckgenommen };
      return wirkung === null ? [] : [{ ...told, wirkung, mitgezogen: mitgezogen(entry) }];
    });
}

/** The rules that reach what an entry became by a name that it, or what it continues, had before. */
function mitgezogeneRegeln(
  { id, partner }: DeltaEntry,
  after: Catalogue,
  fallOfLeistung: (leistung: Leistung) => Fall,
): readonly MitgezogeneRegel[] {
  const line = [id, ...partner.map((one) => one.id)];
  const now = after.leistungById.has(id) ? [id] : line;
  return now.flatMap((each) => {
    const leistung = after.leistungById.get(each);
    return (leistung?.frueher ? fallOfLeistung(leistung).kandidaten : []).flatMap(({ regel, frueher }) =>
      frueher !== null && line.includes(frueher.id)
        ? [{ regelId: regel.id, aufgabe: regel.aufgabe, leistungId: each, frueher }]
        : [],
    );
  });
}

// A Leistung of a former Fassung is not in the compiled rules: its Fall is worked out once for all Kommunen.
const faelle = new WeakMap<DutiesWorld['duties'], WeakMap<Leistung, Fall>>();

function fallReader({ duties }: DutiesWorld): (leistung: Leistung) => Fall {
  const known = faelle.get(duties) ?? new WeakMap<Leistung, Fall>();
  faelle.set(duties, known);
  return (leistung) => {
    const fall = known.get(leistung) ?? fallFor(duties, leistung);
    known.set(leistung, fall);
    return fall;
  };
}

function verdictReader(
  world: DutiesWorld,
  ags: string,
  date: LocalDate,
): (leistung: Leistung | undefined) => VerdictWord | null {
  const fallOfLeistung = fallReader(world);
  const body = world.duties.bodyByAgs.get(ags);
  return (leistung) =>
    leistung && body ? decide(world.duties, fallOfLeistung(leistung), body, date).verdict : null;
}
