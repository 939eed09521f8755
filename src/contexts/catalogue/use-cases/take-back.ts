import { ok, type Refusal, type Result, refuse } from '#kernel';
import { type Actor, type Database, recordAudit } from '#platform';
import { readAllFassungen } from '../store.ts';
import { insertRuecknahme, lockImports } from '../store-versions.ts';

/** The Fassung that was taken back, and the one that counts again. */
export interface TakenBack {
  readonly fassung: number;
  readonly gilt: number;
}

/**
 * Takes the newest Fassung back: the one before counts again, with every number and attribute as it was. Nothing is
 * deleted, so that what was recorded meanwhile leads back (`successorsOf`).
 */
export function takeBackFassung(
  db: Pick<Database, 'withReference'>,
  actor: Actor,
  nummer: number,
  reason: string,
): Promise<Result<TakenBack>> {
  const grund = reason.trim();
  if (grund === '') return Promise.resolve(refuse(reasonMissing));
  return db.withReference(actor, async (tx) => {
    await lockImports(tx);
    const all = await readAllFassungen(tx);
    const counting = all.filter(({ zurueckgenommen }) => zurueckgenommen === null);
    const wanted = all.find((fassung) => fassung.nummer === nummer);
    if (!wanted) return refuse(fassungUnknown(nummer));
    if (wanted.zurueckgenommen)
      return refuse(conflict('CATALOGUE_FASSUNG_TAKEN_BACK', `Fassung ${nummer} ist schon zurückgenommen.`));
    const newest = counting.at(-1);
    if (newest?.nummer !== nummer)
      return refuse(
        conflict(
          'CATALOGUE_FASSUNG_NOT_NEWEST',
          `Auf Fassung ${nummer} bauen spätere auf. Zurücknehmen lässt sich nur die neueste, Fassung ${newest?.nummer ?? 0}.`,
        ),
      );
    const before = counting.at(-2);
    if (!before)
      return refuse(
        conflict(
          'CATALOGUE_FASSUNG_FIRST',
          'Die erste Fassung lässt sich nicht zurücknehmen: Davor steht nichts.',
        ),
      );
    await insertRuecknahme(tx, nummer, grund.slice(0, 500));
    await recordAudit(tx, {
      action: 'catalogue.fassung.taken-back',
      object: { type: 'catalogue.fassung', id: String(nummer) },
      summary: { gilt: String(before.nummer), grund: grund.slice(0, 500) },
    });
    return ok({ fassung: nummer, gilt: before.nummer });
  });
}

/** Nobody imported a Fassung of this number. */
export function fassungUnknown(nummer: number | string): Refusal {
  return {
    kind: 'not-found',
    code: 'CATALOGUE_FASSUNG_UNKNOWN',
    message: `Eine Fassung ${nummer} des Katalogs gibt es nicht.`,
  };
}

function conflict(code: string, message: string): Refusal {
  return { kind: 'conflict', code, message };
}

const reasonMissing: Refusal = {
  kind: 'invalid',
  code: 'CATALOGUE_REASON_MISSING',
  message: 'Bitte sagen Sie, warum die Fassung zurückgenommen wird. Der Grund steht danach bei der Fassung.',
  fields: [{ field: 'grund', message: 'Bitte nennen Sie den Grund.' }],
};
