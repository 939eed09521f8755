import { type LocalDate, ok, type Result, refuse } from '#kernel';
import { type LoesungStand, loesungenOn, type MatchingSignale, type RankedSolution } from '#solutions';
import { wirdGenutzt } from '../../domain/matching/fachverfahren.ts';
import { type Lueckenart, lueckenartOf } from '../../domain/matching/luecke.ts';
import type { Reader } from '../../use-cases/editor.ts';
import { type StandListe, type StandZeile, standListe } from '../../use-cases/stand-liste.ts';
import { noGap } from '../errors.ts';
import type { MatchingDeps } from '../matching-deps.ts';
import { readFachverfahren } from '../store-fachverfahren.ts';
import { candidatesOf, suggestionsFor } from './candidates.ts';
import { nutzungFor } from './nutzung.ts';

/** A Leistung that the Kommune owes and that is not well online, with the Lösungen that would close it, best first. */
export interface Luecke {
  readonly zeile: StandZeile;
  readonly art: Lueckenart;
  readonly kandidaten: readonly RankedSolution[];
}

export interface Luecken {
  readonly liste: StandListe;
  readonly date: LocalDate;
  readonly luecken: readonly Luecke[];
  readonly loesungen: readonly LoesungStand[];
  readonly signale: MatchingSignale;
}

/** Every gap of a Kommune with what would close it. */
export async function lueckenOf(deps: MatchingDeps, reader: Reader): Promise<Result<Luecken>> {
  const [liste, signale, register] = await Promise.all([
    standListe(deps, reader),
    signaleFor(deps, reader),
    deps.register(),
  ]);
  if (!liste.ok) return liste;
  const loesungen = loesungenOn(register, signale.heute);
  const offen = liste.value.zeilen.flatMap((zeile) => {
    const art = zeile.pflichtlage === 'selbst' ? lueckenartOf(zeile.stand) : null;
    return art === null ? [] : [{ zeile, art }];
  });
  const gesucht = offen.map(({ zeile: { ort } }) => ({ leistungId: ort.id, ozgId: ort.ozgId }));
  const kandidaten = candidatesOf(gesucht, loesungen, signale);
  const luecken = offen.map((each) => ({ ...each, kandidaten: kandidaten.get(each.zeile.ort.id) ?? [] }));
  return ok({ liste: liste.value, date: signale.heute, luecken, loesungen, signale });
}

/** One gap among the others: its Lösungen rank by what they close of the same OZG-Leistung. */
export async function lueckeOf(
  deps: MatchingDeps,
  reader: Reader,
  leistungId: string,
): Promise<Result<{ readonly alle: Luecken; readonly luecke: Luecke }>> {
  const alle = await lueckenOf(deps, reader);
  if (!alle.ok) return alle;
  const luecke = alle.value.luecken.find(({ zeile }) => zeile.ort.id === leistungId);
  return luecke ? ok({ alle: alle.value, luecke }) : refuse(noGap(leistungId));
}

/** A Lösung with the gaps that it would close. */
export interface Vorschlag {
  readonly rang: RankedSolution;
  readonly luecken: readonly Luecke[];
  /** Cases a year, as far as the Kommune stated them; `null` where it stated none. */
  readonly faelle: number | null;
}

/** The Lösungen that close most gaps of a Kommune. */
export function vorschlaegeFor({ luecken, loesungen, signale }: Luecken): readonly Vorschlag[] {
  const byId = new Map(luecken.map((luecke) => [luecke.zeile.ort.id, luecke]));
  return suggestionsFor([...byId.keys()], loesungen, signale).map((rang) => {
    const closed = rang.deckt.flatMap((id) => byId.get(id) ?? []);
    return {
      rang,
      luecken: closed,
      faelle: summe(closed.map(({ zeile }) => zeile.stand?.fallzahl ?? null)),
    };
  });
}

/** The sum of what is known; `null` where nothing is. */
export function summe(numbers: readonly (number | null)[]): number | null {
  const known = numbers.filter((each) => each !== null);
  return known.length === 0 ? null : known.reduce((sum, each) => sum + each, 0);
}

/** What is known about the Kommune that asks: the day, who uses what, its Fachverfahren. */
async function signaleFor(
  deps: MatchingDeps,
  { kommune, actor }: Pick<Reader, 'kommune' | 'actor'>,
): Promise<MatchingSignale> {
  const heute = deps.clock.today();
  const [nutzung, own] = await Promise.all([
    nutzungFor(deps, kommune),
    deps.db.withTenant(kommune.tenant, actor, readFachverfahren),
  ]);
  const fachverfahren = own.filter((each) => wirdGenutzt(each, heute)).map(({ name }) => name);
  return { heute, nutzung, fachverfahren };
}
