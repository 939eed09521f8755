import { z } from 'zod';
import { ok, type Result, refuse } from '#kernel';
import { newId } from '#platform';
import type { CostsDeps } from '../costs-deps.ts';
import { problemOf, type SchluesseltabelleInhalt, summeText } from '../domain/schluesseltabelle.ts';
import { declaresHundred } from '../domain/schluesselwerte.ts';
import { einlesungGone, goodRowsOnly } from '../errors.ts';
import { type Gewichtszeile, gewichtszeilenOf, leseSchluesseltabelle } from '../felder/schluessel-tabelle.ts';
import { type SchluesselKopf, schluesselKopfSchema } from '../shapes.ts';
import { einlesungen } from '../store-einlesung.ts';
import { readEinenSchluessel } from '../store-schluessel.ts';
import type { Manager } from './actors.ts';
import { saveSchluessel } from './schluessel.ts';

/** A table of weights between upload and confirmation: what it says, its sum, what is wrong. */
export interface Schluesselvorschau {
  readonly dateiname: string;
  readonly kopf: SchluesselKopf;
  readonly zeilen: readonly (Gewichtszeile & { readonly vorher: string | null })[];
  readonly summe: string;
  /** Of the table as a whole, such as shares that do not sum to 100. */
  readonly problem: string | null;
  readonly inhalt: SchluesseltabelleInhalt;
  /** The Fassung that it would follow, 0 for a new key. */
  readonly grundlage: number;
}

const waitingKopf = z
  .string()
  .transform((text): unknown => JSON.parse(text))
  .pipe(schluesselKopfSchema);

/** Keeps a table for its preview; gives the id under which it waits. */
export async function beginEinlesen(
  { db, clock }: Pick<CostsDeps, 'db' | 'clock'>,
  { actor, anbieter }: Manager,
  file: { readonly name: string; readonly bytes: Buffer },
  kopf: SchluesselKopf,
): Promise<Result<string>> {
  const zeilen = leseSchluesseltabelle(file.bytes);
  if (!zeilen.ok) return zeilen;
  const id = newId();
  // What was said about the table stands before its first line.
  const first = { zeile: 0, felder: { kopf: JSON.stringify(kopf) }, fehler: [] };
  const kept = { id, dateiname: file.name.slice(0, 200), zeilen: [first, ...zeilen.value] };
  await db.withTenant(anbieter.tenant, actor, (tx) =>
    einlesungen.keep(tx, anbieter.tenant, kept, clock.now()),
  );
  return ok(id);
}

/** What taking the table over would do. */
export async function vorschauOf(
  { db, clock, territory }: Pick<CostsDeps, 'db' | 'clock' | 'territory'>,
  { actor, anbieter }: Manager,
  id: string,
): Promise<Result<Schluesselvorschau>> {
  const quelle = await territory();
  return db.withTenant(anbieter.tenant, actor, async (tx) => {
    const kept = await einlesungen.read(tx, id, clock.now());
    const [first, ...rows] = kept?.zeilen ?? [];
    if (!kept || first?.felder.kopf === undefined) return refuse(einlesungGone);
    const kopf = waitingKopf.parse(first.felder.kopf);
    const before = await readEinenSchluessel(tx, kopf.id);
    const zeilen = gewichtszeilenOf(quelle, rows, declaresHundred(kopf));
    const gewichte = Object.fromEntries(
      zeilen.filter(({ fehler }) => fehler.length === 0).map(({ zahler, gewicht }) => [zahler, gewicht]),
    );
    const { id: _, ...rest } = kopf;
    const inhalt = { ...rest, renormiert: false, gewichte };
    return ok({
      dateiname: kept.dateiname,
      kopf,
      zeilen: zeilen.map((zeile) => ({ ...zeile, vorher: before?.gewichte[zeile.zahler] ?? null })),
      summe: summeText(inhalt),
      problem: problemOf({ ...inhalt, id: kopf.id }),
      inhalt,
      grundlage: before?.fassung ?? 0,
    });
  });
}

/** How the table is taken over: only its good rows, and in proportion although its shares do not sum to 100. */
export interface Uebernahme {
  readonly nurGute: boolean;
  readonly renormieren: boolean;
}

/** Takes a table over as the next Fassung of its key. */
export async function uebernehmeSchluessel(
  deps: Pick<CostsDeps, 'db' | 'clock' | 'territory'>,
  manager: Manager,
  id: string,
  { nurGute, renormieren }: Uebernahme,
): Promise<Result<{ readonly id: string; readonly fassung: number }>> {
  const looked = await vorschauOf(deps, manager, id);
  if (!looked.ok) return looked;
  const { kopf, inhalt, grundlage, zeilen } = looked.value;
  const bad = zeilen.filter(({ fehler }) => fehler.length > 0).length;
  if (bad > 0 && !nurGute) return refuse(goodRowsOnly(bad));
  const saved = await saveSchluessel(deps, manager, {
    id: kopf.id,
    grundlage,
    inhalt: { ...inhalt, renormiert: renormieren && declaresHundred(kopf) },
  });
  if (!saved.ok) return saved;
  await deps.db.withTenant(manager.anbieter.tenant, manager.actor, (tx) => einlesungen.drop(tx, id));
  return saved;
}
