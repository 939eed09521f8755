import { z } from 'zod';
import { addDays, type LocalDate, ok, type Result, refuse } from '#kernel';
import { actorOf, type DataKey, newId, recordAudit, type Tx } from '#platform';
import type { WorkgroupDeps } from '../deps.ts';
import { gastUnbekannt, ungueltig } from '../errors.ts';
import { eraseGast, insertGast, readGaeste, type SealedGast } from '../store/gruppen.ts';
import { type Felder, leserVon } from './felder.ts';
import { gruppeIn } from './gruppen.ts';
import { type Getan, getan, idOf, type Mitwirkende } from './wer.ts';

const angaben = z.object({ name: z.string(), organisation: z.string(), email: z.string() });

/** A guest with what names them; only the organisation that invited them reads it. */
export interface Gast extends z.output<typeof angaben> {
  readonly id: string;
  readonly gruppeId: string;
  readonly loeschenAm: LocalDate;
}

type Deps = Pick<WorkgroupDeps, 'db' | 'clock' | 'keys'>;

const place = (row: string) => ({ table: 'workgroup.gast', column: 'angaben_sealed', row });

/** For how many days what names a guest may be kept. */
export const laengsteFrist = 400;

/** Takes a guest in: name, organisation and address, sealed, until a day that must be named. */
export async function addGast(
  { db, clock, keys }: Deps,
  wer: Mitwirkende,
  gruppeId: string,
  felder: Felder,
): Promise<Result<Getan>> {
  const leser = leserVon(felder);
  const name = leser.text('name', [2, 120], 'den Namen');
  const organisation = leser.text('haus', [2, 200], 'die Organisation');
  const email = leser.text('email', [3, 200], 'die E-Mail-Adresse');
  const loeschenAm = leser.tag('loeschenAm', 'Löschen am');
  const today = clock.today();
  if (!/^[^\s@<>,;"]+@[^\s@<>,;"]+\.[^\s@<>,;"]+$/u.test(email))
    leser.probleme.push({
      field: 'email',
      message: 'Bitte geben Sie eine E-Mail-Adresse an, zum Beispiel name@amt.example.',
    });
  if (loeschenAm === null || loeschenAm <= today || loeschenAm > addDays(today, laengsteFrist))
    leser.probleme.push({
      field: 'loeschenAm',
      message: `Bitte nennen Sie den Tag, an dem diese Angaben gelöscht werden: nach heute und innerhalb von ${laengsteFrist} Tagen.`,
    });
  if (leser.probleme.length > 0 || loeschenAm === null) return refuse(ungueltig(leser.probleme));
  return db.withTenant(wer.tenant, wer.actor, async (tx) => {
    const gruppe = await gruppeIn(tx, gruppeId);
    if (!gruppe.ok) return gruppe;
    const id = newId();
    const key = await keys.dataKeyOf(tx, wer.tenant);
    const angabenSealed = key.seal(place(id), JSON.stringify({ name, organisation, email }));
    const sealed = { id, gruppeId: gruppe.value.id, angabenSealed, loeschenAm, geloeschtAm: null };
    await insertGast(tx, sealed, clock.now());
    await note(tx, 'added', id);
    return ok(getan(id));
  });
}

/** Deletes what names a guest, before its day. */
export async function removeGast(
  { db, clock }: Deps,
  wer: Mitwirkende,
  gastId: string,
): Promise<Result<Getan>> {
  const id = idOf(gastId, gastUnbekannt);
  if (!id.ok) return id;
  return db.withTenant(wer.tenant, wer.actor, async (tx) => {
    if (!(await eraseGast(tx, id.value, clock.now()))) return refuse(gastUnbekannt);
    await note(tx, 'erased', id.value);
    return ok(getan(id.value));
  });
}

/** The guests of the transaction's organisation that are not deleted. */
export async function gaesteIn(
  tx: Tx,
  { keys }: Pick<Deps, 'keys'>,
  tenant: Mitwirkende['tenant'],
): Promise<readonly Gast[]> {
  const sealed = await readGaeste(tx);
  if (sealed.every(({ angabenSealed }) => angabenSealed === null)) return [];
  const key = await keys.dataKeyOf(tx, tenant);
  return sealed.flatMap((gast) => opened(key, gast) ?? []);
}

function opened(key: DataKey, { id, gruppeId, angabenSealed, loeschenAm }: SealedGast): Gast | null {
  if (angabenSealed === null) return null;
  return { id, gruppeId, loeschenAm, ...angaben.parse(JSON.parse(key.open(place(id), angabenSealed))) };
}

const system = actorOf('system', 'arbeitsgruppe');

/** Deletes what names guests whose day has come. Gives how many. */
export async function eraseDueGaeste({
  db,
  clock,
  providers,
}: Deps & Pick<WorkgroupDeps, 'providers'>): Promise<number> {
  let erased = 0;
  for (const provider of await providers())
    erased += await db.withTenant(provider, system, async (tx) => {
      const due = (await readGaeste(tx)).filter(
        ({ loeschenAm, geloeschtAm }) => geloeschtAm === null && loeschenAm <= clock.today(),
      );
      for (const { id } of due) {
        await eraseGast(tx, id, clock.now());
        await note(tx, 'erased', id);
      }
      return due.length;
    });
  return erased;
}

async function note(tx: Tx, what: string, id: string): Promise<void> {
  await recordAudit(tx, { action: `workgroup.gast.${what}`, object: { type: 'workgroup.gast', id } });
}
