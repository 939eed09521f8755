import type { Leistung } from '#catalogue';
import { dutyList, verdictOf } from '#duties';
import { type LocalDate, ok, type Result } from '#kernel';
import { resolveBody } from '#territory';
import type { Anbindung } from '../domain/anbindung.ts';
import { type Angebot, newestAngebote } from '../domain/angebot.ts';
import type { LiveDienst } from '../domain/live-dienst.ts';
import type { EfaDeps } from '../doors-deps.ts';
import { readAngebote } from '../store-angebot.ts';
import { readLive } from '../store-public.ts';

/** A Leistung without a live Onlinedienst that the body owes, or of which it is open whether it does. */
export interface Luecke {
  readonly leistung: Leistung;
  readonly ozgName: string | null;
  readonly themenfeld: string | null;
  readonly verdict: 'selbst' | 'offen';
  /** Why the competence is open; null where it is decided. */
  readonly offen: string | null;
  /** The offered Onlinedienste that would close it. */
  readonly angebote: readonly Angebot[];
  /** A service that covers it, but is suspended at present. */
  readonly ausgesetzt: string | null;
}

/** What a body owes and has not online. Rests on public data only. */
export interface LueckenView {
  readonly body: { readonly ags: string; readonly name: string };
  readonly date: LocalDate;
  readonly luecken: readonly Luecke[];
  /** How many duties „selbst“ there are, and how many of them have a live Onlinedienst. */
  readonly pflichten: number;
  readonly online: number;
}

/** Every duty „selbst“ without a live Onlinedienst, then the open ones that an offer covers. Ended Leistungen are left out. */
export async function findLuecken(
  deps: Pick<EfaDeps, 'db' | 'clock' | 'world' | 'ended'>,
  body: string,
): Promise<Result<LueckenView>> {
  const date = deps.clock.today();
  const [world, ended] = await Promise.all([deps.world(), deps.ended(date)]);
  const found = resolveBody(world.territory, body);
  if (!found.ok) return found;
  const { ags, name } = found.value;
  const { angebote, live } = await deps.db.withPublic(async (tx) => ({
    angebote: newestAngebote(await readAngebote(tx)),
    live: await readLive(tx, ags),
  }));
  const nutzbar = new Set(live.filter(isUsable).flatMap(({ leika }) => leika));
  const rows = dutyList(world.duties, found.value, date).leistungen.filter(({ id }) => !ended.has(id));
  const own = rows.filter(({ verdict }) => verdict === 'selbst');
  const luecken = rows.flatMap(({ id, leika, verdict }): readonly Luecke[] => {
    const leistung = world.catalogue.leistungById.get(id);
    if (leistung === undefined || (verdict !== 'selbst' && verdict !== 'offen')) return [];
    if (leika !== null && nutzbar.has(leika)) return [];
    const closing = angebote.filter(({ data }) => data.covers.some((each) => each.leika === leika));
    if (verdict === 'offen' && closing.length === 0) return [];
    const offen =
      verdict === 'offen' ? (verdictOf(world.duties, leistung, found.value, date).open?.text ?? null) : null;
    const ausgesetzt = live.find((each) => !isUsable(each) && leika !== null && each.leika.includes(leika));
    const place = placeOf(world.catalogue, leistung);
    return [{ leistung, ...place, verdict, offen, angebote: closing, ausgesetzt: ausgesetzt?.titel ?? null }];
  });
  const online = own.filter(({ leika }) => leika !== null && nutzbar.has(leika)).length;
  return ok({ body: { ags, name }, date, luecken, pflichten: own.length, online });
}

function isUsable({ ausgesetztGrund }: LiveDienst): boolean {
  return ausgesetztGrund === null;
}

type World = Awaited<ReturnType<EfaDeps['world']>>;

function placeOf(catalogue: World['catalogue'], leistung: Leistung) {
  const ozg = leistung.ozgId === null ? undefined : catalogue.ozgById.get(leistung.ozgId);
  const lage = ozg && catalogue.lageById.get(ozg.lageId);
  const themenfeld = lage && catalogue.themenfeldById.get(lage.themenfeldId);
  return { ozgName: ozg?.name ?? null, themenfeld: themenfeld?.name ?? null };
}

/** An offer and the gaps that it closes, those that close most first. */
export interface Schliessend {
  readonly angebot: Angebot;
  readonly luecken: readonly Luecke[];
  readonly anbindung: Anbindung | null;
}

/** The offers that close gaps, with the Kommune's own Anbindung where there is one. */
export function schliessende(
  luecken: readonly Luecke[],
  anbindungen: readonly Anbindung[],
): readonly Schliessend[] {
  const byDienst = new Map<string, { readonly angebot: Angebot; readonly luecken: Luecke[] }>();
  for (const luecke of luecken) {
    for (const angebot of luecke.angebote) {
      const known = byDienst.get(angebot.dienst) ?? { angebot, luecken: [] };
      known.luecken.push(luecke);
      byDienst.set(angebot.dienst, known);
    }
  }
  return [...byDienst.values()]
    .map((each) => ({
      ...each,
      anbindung: anbindungen.find(({ dienst }) => dienst === each.angebot.dienst) ?? null,
    }))
    .toSorted((a, b) => b.luecken.length - a.luecken.length);
}
