import { ok, type Result, refuse } from '#kernel';
import { type Actor, recordAudit } from '#platform';
import { newestAngebote } from '../domain/angebot.ts';
import type { Anbieter, EfaDeps } from '../doors-deps.ts';
import { lastVersion, versionUnknown } from '../errors.ts';
import { insertRueckzug, readAngebote } from '../store-angebot.ts';

/** Which version is taken back, or stands again, and why. */
export interface Rueckzug {
  readonly dienst: string;
  readonly fassung: string;
  readonly zurueckgezogen: boolean;
  readonly grund: string;
}

/** Takes a version back, so that nobody begins with it any more; the last one that stands is kept. Said twice, it is said once. */
export function withdrawFassung(
  { db, clock }: Pick<EfaDeps, 'db' | 'clock'>,
  { actor, anbieter }: { readonly actor: Actor; readonly anbieter: Anbieter },
  { dienst, fassung, zurueckgezogen, grund }: Rueckzug,
): Promise<Result<null>> {
  return db.withReference(
    actor,
    async (tx) => {
      const own = (await readAngebote(tx, dienst)).filter((each) => each.anbieterId === anbieter.tenant);
      const named = own.find((each) => each.fassung === fassung);
      if (!named) return refuse(versionUnknown(dienst, fassung, own));
      if (named.zurueckgezogen === zurueckgezogen) return ok(null);
      if (zurueckgezogen && newestAngebote(own.filter((each) => each !== named)).length === 0)
        return refuse(lastVersion(fassung));
      await insertRueckzug(tx, anbieter.tenant, { dienst, fassung, zurueckgezogen, grund, am: clock.now() });
      await recordAudit(tx, {
        action: zurueckgezogen ? 'efa.angebot.withdrawn' : 'efa.angebot.reinstated',
        object: { type: 'efa.angebot', id: dienst },
        summary: { fassung },
      });
      return ok(null);
    },
    anbieter.tenant,
  );
}
