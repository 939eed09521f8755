import { z } from 'zod';
import { ok, type Result, refuse } from '#kernel';
import { recordAudit } from '#platform';
import { antwortenOf } from '../domain/nachreichung.ts';
import { deletedAlready, eingangUnknown, keineFachdaten } from '../errors.ts';
import type { Fachdaten, InboxDeps, Worker } from '../ports.ts';
import { eingangByNummer, openInhalt } from '../store/eingaenge.ts';
import { fassungenOf } from '../store/fassungen.ts';
import { sightOf } from './worker.ts';

type Deps = Pick<InboxDeps, 'db' | 'keys' | 'colleagues' | 'fachdaten'>;

/** Whose answers they are, and the answers under FIM's ids. */
export interface FachdatenOfCase extends Fachdaten {
  readonly nummer: string;
  readonly titel: string;
  readonly dienst: string;
  readonly fassung: string;
}

const herkunftSchema = z.object({ dienst: z.string(), fassung: z.string() });

/**
 * The answers of a case as they stand now, with all that was handed in, under the ids of their schema. Refuses what another
 * program wrote and forms that come from no schema. The audit trail keeps who took them.
 */
export async function readFachdaten(
  deps: Deps,
  worker: Worker,
  nummer: string,
): Promise<Result<FachdatenOfCase>> {
  const found = await dataOf(deps, worker, nummer);
  if (!found.ok) return found;
  const { data, titel } = found.value;
  const parsed = herkunftSchema.safeParse(jsonOf(data));
  if (!parsed.success) return refuse(keineFachdaten);
  const { dienst, fassung } = parsed.data;
  const fachdaten = await deps.fachdaten.ausgabe(dienst, fassung, antwortenOf(data));
  return fachdaten.ok ? ok({ ...fachdaten.value, nummer, titel, dienst, fassung }) : fachdaten;
}

async function dataOf(
  deps: Deps,
  worker: Worker,
  nummer: string,
): Promise<Result<{ readonly data: string; readonly titel: string }>> {
  const maySee = sightOf(worker, await deps.colleagues(worker));
  return deps.db.withTenant(worker.tenant, worker.actor, async (tx) => {
    const row = await eingangByNummer(tx, worker.tenant, nummer);
    if (!row || !maySee(row)) return refuse(eingangUnknown);
    if (row.inhalt === null) return refuse(deletedAlready);
    const key = await deps.keys.dataKeyOf(tx, worker.tenant);
    const latest = (await fassungenOf(tx, key, worker.tenant, row.id)).at(-1);
    const { data, antrag } = latest?.inhalt ?? openInhalt(key, row.id, row.inhalt);
    const object = { type: 'inbox.eingang', id: row.id };
    await recordAudit(tx, { action: 'inbox.fachdaten.read', object, summary: { nummer } });
    return ok({ data, titel: antrag.titel });
  });
}

function jsonOf(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return null;
  }
}
