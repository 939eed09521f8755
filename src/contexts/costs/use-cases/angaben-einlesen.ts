import { ok, type Result, refuse } from '#kernel';
import { allOrNone, newId } from '#platform';
import type { CostsDeps } from '../costs-deps.ts';
import {
  type Angabe,
  angabenFor,
  geaenderteAngaben,
  type Rechnungsangaben,
} from '../domain/rechnungsangaben.ts';
import { einlesungGone, goodRowsOnly } from '../errors.ts';
import { type Angabenzeile, angabenzeilenOf, leseAngabentabelle } from '../felder/angaben-tabelle.ts';
import { einlesungen } from '../store-einlesung.ts';
import { type Angabenstand, readAlleAngaben } from '../store-rechnungsangaben.ts';
import type { Manager } from './actors.ts';
import { saveAngabenIn } from './rechnungsangaben.ts';

/** A table of billing particulars between upload and confirmation. */
export interface Angabenvorschau {
  readonly dateiname: string;
  readonly zeilen: readonly (Angabenzeile & {
    /** The particulars that it would follow; `null` for new ones. */
    readonly vorher: Angabenstand | null;
    /** What would stand afterwards: columns that the table does not have stay as they are. */
    readonly nachher: Rechnungsangaben;
    readonly geaendert: readonly Angabe[];
  })[];
}

const sort = 'rechnungsangaben';

/** Keeps a table for its preview; gives the id under which it waits. */
export async function beginAngaben(
  { db, clock }: Pick<CostsDeps, 'db' | 'clock'>,
  { actor, anbieter }: Manager,
  file: { readonly name: string; readonly bytes: Buffer },
): Promise<Result<string>> {
  const zeilen = leseAngabentabelle(file.bytes);
  if (!zeilen.ok) return zeilen;
  const id = newId();
  const first = { zeile: 0, felder: { art: sort }, fehler: [] };
  const kept = { id, dateiname: file.name.slice(0, 200), zeilen: [first, ...zeilen.value] };
  await db.withTenant(anbieter.tenant, actor, (tx) =>
    einlesungen.keep(tx, anbieter.tenant, kept, clock.now()),
  );
  return ok(id);
}

/** What taking the table over would do. */
export async function angabenvorschau(
  { db, clock, territory }: Pick<CostsDeps, 'db' | 'clock' | 'territory'>,
  { actor, anbieter }: Manager,
  id: string,
): Promise<Result<Angabenvorschau>> {
  const quelle = await territory();
  return db.withCircle(anbieter.tenant, actor, async (tx) => {
    const kept = await einlesungen.read(tx, id, clock.now());
    const [first, ...rows] = kept?.zeilen ?? [];
    if (!kept || first?.felder.art !== sort) return refuse(einlesungGone);
    const stand = new Map((await readAlleAngaben(tx)).map((one) => [one.kennung, one]));
    const zeilen = angabenzeilenOf(quelle, rows).map((zeile) => {
      const vorher = stand.get(zeile.kennung) ?? null;
      const nachher = { ...zeile.angaben };
      for (const field of angabenFor(zeile.kennung))
        if (!zeile.genannt.includes(field)) nachher[field] = vorher?.angaben[field] ?? '';
      const { kennung } = zeile;
      const geaendert = geaenderteAngaben({ kennung, angaben: nachher, vorher: vorher?.angaben ?? null });
      return { ...zeile, vorher, nachher, geaendert };
    });
    return ok({ dateiname: kept.dateiname, zeilen });
  });
}

/** Takes the good rows over, all or none, each as the next Fassung of its payer; rows that change nothing are left alone. */
export async function uebernehmeAngaben(
  deps: Pick<CostsDeps, 'db' | 'clock' | 'territory'>,
  manager: Manager,
  id: string,
  nurGute: boolean,
): Promise<Result<{ readonly uebernommen: number }>> {
  const looked = await angabenvorschau(deps, manager, id);
  if (!looked.ok) return looked;
  const { zeilen } = looked.value;
  const bad = zeilen.filter(({ fehler }) => fehler.length > 0).length;
  if (bad > 0 && !nurGute) return refuse(goodRowsOnly(bad));
  const good = zeilen.filter(({ fehler, geaendert }) => fehler.length === 0 && geaendert.length > 0);
  const { actor, anbieter } = manager;
  return allOrNone(
    (run) => deps.db.withCircle(anbieter.tenant, actor, run),
    async (tx) => {
      for (const { kennung, vorher, nachher } of good) {
        const wunsch = { kennung, grundlage: vorher?.fassung ?? 0, angaben: nachher };
        const saved = await saveAngabenIn(tx, deps, anbieter, wunsch);
        if (!saved.ok) return saved;
      }
      await einlesungen.drop(tx, id);
      return ok({ uebernommen: good.length });
    },
  );
}
