import { isDeepStrictEqual } from 'node:util';
import type { Angebot, LiveDienst } from '#efa';
import { missingOf, readLiveOfDienst, versionUnknown } from '#efa/fassungen';
import { dayInGermany, type LocalDate, ok, type Result, refuse } from '#kernel';
import { parseTenantId } from '#platform';
import type { Lead, ReleasesDeps } from '../deps.ts';
import type { Ring } from '../domain/ausrollung.ts';
import { haeltFest, istSicherheit, stichtag } from '../domain/festhalten.ts';
import { type Ringplan, ringeVon, type Teilnehmer } from '../domain/ringe.ts';
import type { Zeile } from '../domain/unterschied.ts';
import { invalid, nobodyToMove } from '../errors.ts';
import { readNotizen } from '../store-meldung.ts';
import { readFesthaltungen } from '../store-zug.ts';
import { ownAngeboteOf } from './actors.ts';
import { unterschiedeIn } from './unterschied.ts';

/** A rollout as it is wished for: which version, and the rings. */
export interface Rolloutwunsch extends Ringplan {
  readonly dienst: string;
  readonly fassung: string;
}

/** What a rollout would do to one Kommune. */
export interface VorschauZeile {
  readonly kommuneId: string;
  readonly ags: string;
  readonly kommune: string;
  readonly vonFassung: string;
  readonly ring: number;
  readonly ab: LocalDate;
  readonly ergebnis: 'umgestellt' | 'zurueckgeblieben' | 'festgehalten';
  /** What it lacks, and who can mend it. */
  readonly fehlt: readonly string[];
  readonly ruht: boolean;
}

/** A rollout before it is begun: its rings, what becomes of each Kommune, and what changes for it. */
export interface Vorschau {
  readonly dienst: string;
  readonly titel: string;
  readonly fassung: string;
  readonly sicherheit: boolean;
  readonly ringe: readonly Ring[];
  readonly zeilen: readonly VorschauZeile[];
  /** By the version from which Kommunen come. */
  readonly unterschiede: readonly { readonly von: string; readonly zeilen: readonly Zeile[] }[];
}

/** Works out what a rollout would do, and changes nothing. */
export async function vorschau(
  deps: ReleasesDeps,
  lead: Lead,
  wunsch: Rolloutwunsch,
): Promise<Result<Vorschau>> {
  const { dienst, fassung } = wunsch;
  const angebote = await ownAngeboteOf(deps, lead, dienst);
  if (!angebote.ok) return angebote;
  const ziel = angebote.value.find((each) => each.fassung === fassung && !each.zurueckgezogen);
  if (!ziel) return refuse(versionUnknown(dienst, fassung, angebote.value));
  const { live, notizen } = await deps.db.withPublic(async (tx) => ({
    live: await readLiveOfDienst(tx, dienst),
    notizen: await readNotizen(tx, dienst),
  }));
  const earlier = earlierOf(live, fassung);
  if (earlier.length === 0) return refuse(nobodyToMove(fassung));
  const sources = [...new Set(earlier.map((one) => one.fassung))];
  const sicherheit = sources.some((von) => istSicherheit(notizen, von, fassung));
  const ringe = ringeVon(wunsch, earlier.map(teilnehmerOf), deps.clock.today(), sicherheit);
  if (!ringe.ok) return refuse(invalid(ringe.refusal));
  const notiz = notizen.find((one) => one.fassung === fassung) ?? null;
  const bis = stichtag(notiz, dayInGermany(ziel.angebotenAm));
  const zeilen = await zeilenOf(
    deps,
    lead,
    { angebote: angebote.value, ziel, earlier, ringe: ringe.value },
    {
      sicherheit,
      bis,
    },
  );
  const unterschiede = await deps.db.withPublic(async (tx) => {
    const unterschied = unterschiedeIn(tx, dienst);
    const all = [];
    for (const von of sources) all.push({ von, zeilen: (await unterschied(von, fassung)) ?? [] });
    return all;
  });
  const { title: titel } = ziel.data;
  return ok({ dienst, titel, fassung, sicherheit, ringe: ringe.value, zeilen, unterschiede });
}

/** The Kommunen that have an earlier version. */
export function earlierOf(live: readonly LiveDienst[], fassung: string): readonly LiveDienst[] {
  return live.filter((one) => Number(one.fassung) < Number(fassung));
}

/** Who may stand in a ring of a version: the Kommunen that have an earlier one, by name. */
export async function teilnehmerFor(
  { db }: Pick<ReleasesDeps, 'db'>,
  dienst: string,
  fassung: string,
): Promise<readonly Teilnehmer[]> {
  const live = await db.withPublic((tx) => readLiveOfDienst(tx, dienst));
  return earlierOf(live, fassung)
    .map(teilnehmerOf)
    .toSorted((a, b) => a.name.localeCompare(b.name, 'de'));
}

function teilnehmerOf({ ags, kommune, ausgesetztGrund }: LiveDienst) {
  return { ags, name: kommune, ruht: ausgesetztGrund !== null };
}

interface Ground {
  readonly angebote: readonly Angebot[];
  readonly ziel: Angebot;
  readonly earlier: readonly LiveDienst[];
  readonly ringe: readonly Ring[];
}

/** In which ring a Kommune is: where it is named, else among all that are left. */
export function ringOf(ringe: readonly Ring[], ags: string): number {
  const named = ringe.findIndex(({ kommunen }) => kommunen?.includes(ags) === true);
  return named === -1 ? ringe.length - 1 : named;
}

/** How many Kommunen are looked at side by side: each needs a transaction of its own. */
const atOnce = 4;

async function zeilenOf(
  deps: ReleasesDeps,
  lead: Lead,
  { angebote, ziel, earlier, ringe }: Ground,
  cutoff: { readonly sicherheit: boolean; readonly bis: LocalDate },
): Promise<readonly VorschauZeile[]> {
  const holding = new Map(
    (
      await deps.db.withTenant(lead.anbieter.tenant, lead.actor, (tx) => readFesthaltungen(tx, ziel.dienst))
    ).map((one) => [one.kommuneId, one]),
  );
  const easy = new Set(angebote.filter((each) => asksNothing(each, ziel)).map((each) => each.fassung));
  const one = (live: LiveDienst) =>
    zeileOf(deps, lead, live, {
      fassung: ziel.fassung,
      ringe,
      easy: easy.has(live.fassung),
      haelt: haeltFest(holding.get(live.tenant), deps.clock.today(), cutoff),
    });
  const rows: VorschauZeile[] = [];
  for (let from = 0; from < earlier.length; from += atOnce)
    rows.push(...(await Promise.all(earlier.slice(from, from + atOnce).map(one))));
  return rows.toSorted((a, b) => a.ring - b.ring || a.kommune.localeCompare(b.kommune, 'de'));
}

/** Whether a version asks Kommunen for nothing that the other did not ask for: then none can lack anything. */
function asksNothing({ data }: Angebot, { data: next }: Angebot): boolean {
  const asked = ({ parameters, covers, land }: Angebot['data']) => ({ parameters, covers, land });
  return isDeepStrictEqual(asked(data), asked(next));
}

interface Subject {
  readonly fassung: string;
  readonly ringe: readonly Ring[];
  readonly easy: boolean;
  readonly haelt: boolean;
}

async function zeileOf(
  deps: ReleasesDeps,
  { actor }: Lead,
  live: LiveDienst,
  { fassung, ringe, easy, haelt }: Subject,
): Promise<VorschauZeile> {
  const { ags, kommune, dienst } = live;
  const tenant = parseTenantId(live.tenant);
  const items =
    easy || tenant === null
      ? ok([])
      : await deps.wechsel.fehlt({ actor, kommune: { tenant, ags, name: kommune } }, { dienst, fassung });
  const fehlt = items.ok
    ? missingOf(items.value).map(({ what, who, how }) => `${what} (${who}): ${how}`)
    : [items.refusal.message];
  const ring = ringOf(ringe, ags);
  return {
    kommuneId: live.tenant,
    ags,
    kommune,
    vonFassung: live.fassung,
    ring,
    ab: ringe[ring]?.ab ?? deps.clock.today(),
    ergebnis: haelt ? 'festgehalten' : fehlt.length > 0 ? 'zurueckgeblieben' : 'umgestellt',
    fehlt,
    ruht: live.ausgesetztGrund !== null,
  };
}
