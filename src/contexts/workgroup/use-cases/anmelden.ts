import { ok, type Result, refuse } from '#kernel';
import { recordAudit } from '#platform';
import type { WorkgroupDeps } from '../deps.ts';
import { teilnahmenIn } from '../domain/sitzung.ts';
import { sitzungUnbekannt, sitzungZu, ungueltig } from '../errors.ts';
import { readSitze } from '../store/gruppen.ts';
import { lockSitzung, putAnmeldung, readSitzung, replaceAnwesende } from '../store/sitzungen.ts';
import { type Felder, leserVon } from './felder.ts';
import { gaesteIn } from './gaeste.ts';
import { type Getan, getan, idOf, type Mitwirkende, sitzVon } from './wer.ts';

/** Says whether and how one takes part in a session to which invitations are out; the last word counts. */
export async function anmelden(
  { db, clock }: Pick<WorkgroupDeps, 'db' | 'clock'>,
  wer: Mitwirkende,
  sitzungId: string,
  felder: Felder,
): Promise<Result<Getan>> {
  const id = idOf(sitzungId, sitzungUnbekannt);
  if (!id.ok) return id;
  return db.withTenant(wer.tenant, wer.actor, async (tx) => {
    const sitzung = await readSitzung(tx, id.value);
    if (sitzung === null) return refuse(sitzungUnbekannt);
    if (sitzung.zustand !== 'eingeladen' && sitzung.zustand !== 'laeuft')
      return refuse(sitzungZu(sitzung.zustand));
    const leser = leserVon(felder);
    const teilnahme = leser.wahl('teilnahme', teilnahmenIn(sitzung.form), 'Ihre Teilnahme');
    if (leser.probleme.length > 0) return refuse(ungueltig(leser.probleme));
    const sitz = sitzVon(await readSitze(tx, sitzung.gruppeId), wer, sitzung.gruppeId);
    if (!sitz.ok) return sitz;
    await putAnmeldung(tx, sitzung, { sitzId: sitz.value.id, teilnahme }, clock.now());
    await recordAudit(tx, {
      action: 'workgroup.sitzung.registered',
      object: { type: 'workgroup.sitzung', id: sitzung.id },
      summary: { sitz: sitz.value.id },
    });
    return ok(getan(sitzung.id));
  });
}

/** Keeps who is there: seats and guests, as the lead of the session says. */
export async function keepAnwesende(
  { db, clock, keys }: Pick<WorkgroupDeps, 'db' | 'clock' | 'keys'>,
  wer: Mitwirkende,
  sitzungId: string,
  felder: Felder,
): Promise<Result<Getan>> {
  const id = idOf(sitzungId, sitzungUnbekannt);
  if (!id.ok) return id;
  const wanted = (felder.anwesend ?? '').split(/[\s,]+/).filter(Boolean);
  return db.withTenant(wer.tenant, wer.actor, async (tx) => {
    const sitzung = await lockSitzung(tx, id.value);
    if (sitzung === null) return refuse(sitzungUnbekannt);
    if (sitzung.zustand === 'entwurf' || sitzung.zustand === 'abgesagt')
      return refuse(sitzungZu(sitzung.zustand));
    const known = new Set([
      ...(await readSitze(tx, sitzung.gruppeId)).map((sitz) => `sitz:${sitz.id}`),
      ...(await gaesteIn(tx, { keys }, wer.tenant)).map((gast) => `gast:${gast.id}`),
    ]);
    const strange = wanted.filter((one) => !known.has(one));
    if (strange.length > 0)
      return refuse(
        ungueltig([
          {
            field: 'anwesend',
            message: `Nicht in dieser Arbeitsgruppe: ${strange.join(', ').slice(0, 200)}.`,
          },
        ]),
      );
    await replaceAnwesende(tx, sitzung.id, wanted, clock.now());
    await recordAudit(tx, {
      action: 'workgroup.sitzung.attended',
      object: { type: 'workgroup.sitzung', id: sitzung.id },
      summary: { anzahl: wanted.length },
    });
    return ok(getan(sitzung.id));
  });
}
