import { ok, type Result, refuse } from '#kernel';
import { parseVorgangId, publish, readVorgang, startVorgang, type Vorgang, type VorgangId } from '#platform';
import type { CostsDeps } from '../costs-deps.ts';
import { billUnknown, documentFailed, documentWaits } from '../errors.ts';
import { readDokument } from '../store-dokument.ts';
import { abgewartetBis } from './abwarten.ts';
import { houseOf, type Reader } from './actors.ts';
import type { Dokumentwunsch } from './dokumentwunsch.ts';
import { macheDokument } from './mache-dokument.ts';

export const dokumentEvent = 'costs.document.wanted';

/** Orders a file from the worker; gives the Vorgang under which its progress stands. */
export function bestelle(
  { db }: Pick<CostsDeps, 'db'>,
  { key, tenant, actor }: Dokumentwunsch,
): Promise<VorgangId> {
  return db.withTenant(tenant, actor, async (tx) => {
    const vorgang = await startVorgang(tx, dokumentEvent, 'Wartet auf den nächsten freien Platz.');
    await publish(tx, dokumentEvent, { vorgang, ...key });
    return vorgang;
  });
}

/** A file as it stands: made, or how far it is. */
export interface Dokumentstand {
  readonly inhalt: Buffer | null;
  readonly vorgang: Vorgang | null;
}

export function dokumentstand(
  { db }: Pick<CostsDeps, 'db'>,
  { key, tenant, actor }: Dokumentwunsch,
  vorgang: VorgangId | null,
): Promise<Dokumentstand> {
  return db.withTenant(tenant, actor, async (tx) => ({
    inhalt: await readDokument(tx, key),
    vorgang: vorgang === null ? null : await readVorgang(tx, vorgang),
  }));
}

/** The file, or how far the worker is: one click is enough where it takes less than three seconds. */
export async function abgewartet(
  deps: Pick<CostsDeps, 'db'>,
  wunsch: Dokumentwunsch,
  asked: string,
): Promise<Dokumentstand> {
  const known = parseVorgangId(asked);
  const first = await dokumentstand(deps, wunsch, known);
  if (first.inhalt !== null || first.vorgang !== null) return first;
  const vorgang = await bestelle(deps, wunsch);
  return abgewartetBis(
    () => dokumentstand(deps, wunsch, vorgang),
    (stand) => stand.inhalt !== null || stand.vorgang?.state === 'failed',
  );
}

/** A piece of work of the reader's own house. */
export async function vorgangOf(
  { db }: Pick<CostsDeps, 'db'>,
  reader: Reader,
  id: string,
): Promise<Vorgang | null> {
  const vorgang = parseVorgangId(id);
  if (vorgang === null) return null;
  const { tenant, actor } = houseOf(reader);
  return db.withTenant(tenant, actor, (tx) => readVorgang(tx, vorgang));
}

/** The file for a machine: there, or refused with words that say to ask again. */
export async function dokumentJetzt(
  deps: Pick<CostsDeps, 'db'>,
  wunsch: Dokumentwunsch,
): Promise<Result<Buffer>> {
  const { inhalt, vorgang } = await abgewartet(deps, wunsch, '');
  if (inhalt !== null) return ok(inhalt);
  return refuse(vorgang?.state === 'failed' ? documentFailed(vorgang.message) : documentWaits);
}

/** Makes the file in this process: nobody waits for the worker at a command line. */
export async function dokumentHier(
  deps: Pick<CostsDeps, 'db' | 'clock'>,
  { key }: Dokumentwunsch,
): Promise<Result<Buffer>> {
  const made = await macheDokument(deps, key, async () => true);
  return made === null ? refuse(billUnknown) : ok(made);
}
