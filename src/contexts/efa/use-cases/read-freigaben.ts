import { type Leistung, resolveLeistung } from '#catalogue';
import { type LocalDate, ok, type Result } from '#kernel';
import { newestAngebote } from '../domain/angebot.ts';
import type { Freigabe } from '../domain/freigabe.ts';
import type { EfaDeps } from '../doors-deps.ts';
import { readAngebote } from '../store-angebot.ts';
import { readFreigaben } from '../store-public.ts';
import { carryFreigaben } from './carry-freigaben.ts';
import type { Editor } from './editor.ts';

/** A release with the Leistung that it is for; `ende` is the day on which that ended. */
export interface FreigabeView {
  readonly leistung: Leistung;
  /** Null while nothing was ever released. */
  readonly freigabe: Freigabe | null;
  readonly ende: LocalDate | null;
}

/** What a Kommune released, and the Leistungen of the offered services that wait for a text. */
export async function listFreigaben(
  deps: Pick<EfaDeps, 'db' | 'clock' | 'world' | 'ended'>,
  { kommune }: Editor,
): Promise<readonly FreigabeView[]> {
  const [{ catalogue }, ended] = await Promise.all([deps.world(), deps.ended(deps.clock.today())]);
  const { stored, angebote } = await deps.db.withPublic(async (tx) => ({
    stored: await readFreigaben(tx, kommune.ags),
    angebote: newestAngebote(await readAngebote(tx)),
  }));
  const freigaben = carryFreigaben(catalogue, stored, deps.clock.today());
  const covered = angebote.flatMap(({ data }) =>
    data.covers.flatMap(({ leika }) => catalogue.leistungByLeika.get(leika)?.id ?? []),
  );
  const ids = new Set([...freigaben.map(({ leistungId }) => leistungId), ...covered]);
  return [...ids].flatMap((id) => {
    const leistung = catalogue.leistungById.get(id);
    if (leistung === undefined) return [];
    const freigabe = freigaben.find(({ leistungId }) => leistungId === id) ?? null;
    return [{ leistung, freigabe, ende: ended.get(id) ?? null }];
  });
}

/** One Leistung with what the Kommune released for it. */
export async function readFreigabe(
  deps: Pick<EfaDeps, 'db' | 'clock' | 'world' | 'ended'>,
  { kommune }: Editor,
  leistung: string,
): Promise<Result<FreigabeView>> {
  const [{ catalogue }, ended] = await Promise.all([deps.world(), deps.ended(deps.clock.today())]);
  const found = resolveLeistung(catalogue, leistung);
  if (!found.ok) return found;
  const stored = await deps.db.withPublic((tx) => readFreigaben(tx, kommune.ags));
  const all = carryFreigaben(catalogue, stored, deps.clock.today());
  const freigabe = all.find(({ leistungId }) => leistungId === found.value.id) ?? null;
  return ok({ leistung: found.value, freigabe, ende: ended.get(found.value.id) ?? null });
}
