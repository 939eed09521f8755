import { ok, type Result, refuse } from '#kernel';
import { newId, type Tx } from '#platform';
import type { Massnahme } from '../domain/massnahme.ts';
import { einlesungGone } from '../errors.ts';
import { felderOf, feldLabel, kennungOf, leseFelder } from '../felder/massnahme-felder.ts';
import { type Einlesezeile, leseTabelle } from '../felder/tabelle.ts';
import type { PlanningDeps } from '../planning-deps.ts';
import { dropEinlesung, keepEinlesung, readEinlesung } from '../store-einlesung.ts';
import { readMassnahmen } from '../store-grundlage.ts';
import type { Planner } from './actors.ts';
import { type MassnahmeWunsch, massnahmeSaver } from './save-massnahme.ts';

/** What a row of a table would do, or did. */
export interface Vorschauzeile {
  readonly zeile: number;
  readonly art: 'neu' | 'geaendert' | 'unveraendert' | 'fehler';
  readonly kennung: string;
  readonly titel: string;
  readonly aenderungen: readonly {
    readonly feld: string;
    readonly vorher: string;
    readonly nachher: string;
  }[];
  readonly fehler: readonly string[];
}

/** Keeps a table for its preview; gives the id under which it waits. */
export async function beginImport(
  { db, clock }: Pick<PlanningDeps, 'db' | 'clock'>,
  { actor, anbieter }: Planner,
  file: { readonly name: string; readonly bytes: Buffer },
): Promise<Result<string>> {
  const zeilen = leseTabelle(file.bytes);
  if (!zeilen.ok) return zeilen;
  const id = newId();
  const kept = { id, dateiname: file.name.slice(0, 200), zeilen: zeilen.value };
  await db.withTenant(anbieter.tenant, actor, (tx) => keepEinlesung(tx, anbieter.tenant, kept, clock.now()));
  return ok(id);
}

/** Says what each row would do, by doing it in a transaction that is taken back. */
export async function previewImport(deps: PlanningDeps, planner: Planner, id: string) {
  return through(deps, planner, id, true);
}

/** Takes the sound rows, all in one; the others are told again. */
export async function applyImport(deps: PlanningDeps, planner: Planner, id: string) {
  return through(deps, planner, id, false);
}

interface Durchgang {
  readonly dateiname: string;
  readonly zeilen: readonly Vorschauzeile[];
}

/** Ends a transaction without keeping what it wrote. */
class TakenBack extends Error {
  readonly found: Durchgang;
  constructor(found: Durchgang) {
    super('a preview keeps nothing');
    this.found = found;
  }
}

async function through(
  deps: PlanningDeps,
  planner: Planner,
  id: string,
  onlyLook: boolean,
): Promise<Result<Durchgang>> {
  const save = await massnahmeSaver(deps, planner);
  try {
    return await deps.db.withTenant(planner.anbieter.tenant, planner.actor, async (tx) => {
      const kept = await readEinlesung(tx, id, deps.clock.now());
      if (!kept) return refuse(einlesungGone);
      const found = { dateiname: kept.dateiname, zeilen: await rowsIn(tx, kept.zeilen, save) };
      if (onlyLook) throw new TakenBack(found);
      await dropEinlesung(tx, id);
      return ok(found);
    });
  } catch (error) {
    if (error instanceof TakenBack) return ok(error.found);
    throw error;
  }
}

type Save = Awaited<ReturnType<typeof massnahmeSaver>>;

async function rowsIn(tx: Tx, rows: readonly Einlesezeile[], save: Save): Promise<readonly Vorschauzeile[]> {
  const done: Vorschauzeile[] = [];
  const seen = new Map<string, number>();
  const known = new Map((await readMassnahmen(tx)).map((one) => [one.id, one]));
  for (const row of rows) {
    const kennung = row.felder.kennung?.trim() || kennungOf(row.felder.titel ?? '');
    const before = seen.get(kennung);
    seen.set(kennung, row.zeile);
    done.push(
      before === undefined
        ? await takeRow(tx, row, kennung, known.get(kennung), save)
        : broken(row, kennung, [`Diese Maßnahme steht schon in Zeile ${before}.`]),
    );
  }
  return done;
}

async function takeRow(
  tx: Tx,
  row: Einlesezeile,
  kennung: string,
  before: Massnahme | undefined,
  save: Save,
): Promise<Vorschauzeile> {
  if (row.fehler.length > 0) return broken(row, kennung, row.fehler);
  if (before && !row.felder.kennung?.trim())
    return broken(row, kennung, [
      `„${before.inhalt.titel}“ gibt es schon. Wenn sie gemeint ist, tragen Sie die Kennung ${kennung} ein.`,
    ]);
  const fassung = row.felder.fassung?.trim() ?? '';
  if (before && fassung !== '' && fassung !== String(before.fassung))
    return broken(row, kennung, [
      `Inzwischen gibt es Fassung ${before.fassung}; die Tabelle hat Fassung ${fassung}.`,
    ]);
  const read = leseFelder(row.felder, before?.inhalt ?? null);
  if (!read.ok)
    return broken(
      row,
      kennung,
      (read.refusal.fields ?? []).map(({ message }) => message),
    );
  const aenderungen = changesOf(before, read.value);
  const told = { zeile: row.zeile, kennung, titel: read.value.titel, aenderungen, fehler: [] };
  if (before && aenderungen.length === 0) return { ...told, art: 'unveraendert' };
  const wunsch: MassnahmeWunsch = {
    id: kennung,
    grundlage: before?.fassung ?? 0,
    inhalt: read.value,
    herkunft: 'tabelle',
    beendet: false,
  };
  const saved = await save(tx, wunsch);
  if (!saved.ok)
    return broken(
      row,
      kennung,
      saved.refusal.fields?.map(({ message }) => message) ?? [saved.refusal.message],
    );
  return { ...told, art: before ? 'geaendert' : 'neu' };
}

function changesOf(before: Massnahme | undefined, inhalt: Massnahme['inhalt']): Vorschauzeile['aenderungen'] {
  const old = before ? felderOf(before.inhalt) : {};
  return Object.entries(felderOf(inhalt)).flatMap(([name, nachher]) => {
    const vorher = old[name] ?? '';
    return vorher === nachher ? [] : [{ feld: feldLabel[name] ?? name, vorher, nachher }];
  });
}

function broken({ zeile, felder }: Einlesezeile, kennung: string, fehler: readonly string[]): Vorschauzeile {
  return { zeile, art: 'fehler', kennung, titel: felder.titel ?? '', aenderungen: [], fehler };
}
