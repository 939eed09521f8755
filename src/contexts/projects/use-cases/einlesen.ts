import { ok, type Result, refuse } from '#kernel';
import { newId, type Tx } from '#platform';
import { einlesungGone } from '../errors.ts';
import { leseTabelle } from '../felder/tabelle.ts';
import type { ProjectsDeps } from '../projects-deps.ts';
import { einlesungen } from '../store-einlesung.ts';
import type { Lead } from './actors.ts';
import type { GeplanteZeile } from './geplante-zeile.ts';
import { isTaken, rowPlanner } from './plan-zeilen.ts';
import { projektSaver } from './save-projekt.ts';

type EinlesenDeps = Pick<ProjectsDeps, 'db' | 'clock' | 'demo' | 'catalogue' | 'loesungNamen' | 'felderOf'>;

/** Keeps a table for its preview; gives the id under which it waits. */
export async function beginEinlesung(
  { db, clock }: EinlesenDeps,
  { actor, anbieter }: Lead,
  file: { readonly name: string; readonly bytes: Buffer },
): Promise<Result<string>> {
  const zeilen = leseTabelle(file.bytes);
  if (!zeilen.ok) return zeilen;
  const id = newId();
  await db.withTenant(anbieter.tenant, actor, (tx) =>
    einlesungen.keep(
      tx,
      anbieter.tenant,
      { id, dateiname: file.name.slice(0, 200), zeilen: zeilen.value },
      clock.now(),
    ),
  );
  return ok(id);
}

/** What a kept table would change, row by row; nothing is changed. */
export async function previewEinlesung(
  deps: EinlesenDeps,
  lead: Lead,
  id: string,
): Promise<Result<{ readonly dateiname: string; readonly zeilen: readonly GeplanteZeile[] }>> {
  const { actor, anbieter } = lead;
  const plan = await rowPlanner(deps, lead);
  return deps.db.withTenant(anbieter.tenant, actor, async (tx) => {
    const kept = await einlesungen.read(tx, id, deps.clock.now());
    return kept
      ? ok({ dateiname: kept.dateiname, zeilen: await plan(tx, kept.zeilen) })
      : refuse(einlesungGone);
  });
}

/** Takes the sound rows of a kept table, all in one; the others are told again. */
export async function applyEinlesung(
  deps: EinlesenDeps,
  lead: Lead,
  id: string,
): Promise<Result<readonly GeplanteZeile[]>> {
  const plan = await rowPlanner(deps, lead);
  const save = await projektSaver(deps, lead);
  const run = async (tx: Tx): Promise<Result<readonly GeplanteZeile[]>> => {
    const kept = await einlesungen.read(tx, id, deps.clock.now());
    if (!kept) return refuse(einlesungGone);
    const rows = await plan(tx, kept.zeilen);
    const done: GeplanteZeile[] = [];
    for (const row of rows) {
      const saved = row.input && isTaken(row) ? await save(tx, row.input) : null;
      done.push(saved && !saved.ok ? { ...row, art: 'fehler', fehler: [saved.refusal.message] } : row);
    }
    await einlesungen.drop(tx, id);
    return ok(done);
  };
  return deps.db.withReference(lead.actor, run, lead.anbieter.tenant);
}
