import { publish, recordAudit, type Tx } from '#platform';
import { type Eintrag, istAngabe, type Stand } from '../domain/stand.ts';
import { unterschied } from '../domain/unterschied.ts';

/** The event of new statements, and of those taken back; its payload holds the tenant, how many, and the Leistung where it is one. */
export const standStated = 'compass.stand.stated';

/** Tells the audit trail and the worker of new statements: one line and one event, however many they are. */
export async function tellStated(
  tx: Tx,
  planned: readonly Eintrag[],
  vorher: ReadonlyMap<string, Stand>,
): Promise<void> {
  const [first] = planned;
  if (!first) return;
  const felder = [
    ...new Set(planned.flatMap((stand) => unterschied(vorher.get(stand.leistungId) ?? null, stand))),
  ];
  const one = planned.length === 1;
  const back = planned.filter((each) => !istAngabe(each)).length;
  const action = back === planned.length ? 'compass.stand.taken-back' : 'compass.stand.stated';
  await recordAudit(tx, {
    action: one ? action : `${action}-many`,
    object: { type: 'compass.stand', id: one ? first.leistungId : `${planned.length} Leistungen` },
    summary: one
      ? { fassung: first.fassung, zustand: first.zustand, felder }
      : {
          anzahl: planned.length,
          zurueckgenommen: back,
          leistungen: planned.map(({ leistungId }) => leistungId),
          felder,
        },
  });
  await publish(tx, standStated, {
    tenant: first.tenant,
    anzahl: planned.length,
    leistung: one ? first.leistungId : null,
  });
}
