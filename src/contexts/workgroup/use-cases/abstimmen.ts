import { ok, type Result, refuse } from '#kernel';
import { recordAudit, type Tx } from '#platform';
import type { WorkgroupDeps } from '../deps.ts';
import { type Stimme, type Wahl, wahlen } from '../domain/abstimmung.ts';
import { abstimmungZu, beschlussUnbekannt, keinStimmrecht, ungueltig } from '../errors.ts';
import { type Beschluss, lockBeschluss, putStimme, readBeschluss } from '../store/beschluesse.ts';
import { readSitze, type Sitz } from '../store/gruppen.ts';
import { readSitzung } from '../store/sitzungen.ts';
import { type Felder, leserVon } from './felder.ts';
import { type Getan, getan, idOf, type Mitwirkende, sitzVon } from './wer.ts';

/** Votes while the vote is open. Who votes again changes their vote; of a Kommune the last word counts where votes are weighted. */
export async function abstimmen(
  { db, clock }: Pick<WorkgroupDeps, 'db' | 'clock'>,
  wer: Mitwirkende,
  beschlussId: string,
  felder: Felder,
): Promise<Result<Getan>> {
  const id = idOf(beschlussId, beschlussUnbekannt);
  if (!id.ok) return id;
  const leser = leserVon(felder);
  const wahl = leser.wahl('wahl', wahlen, 'Ja, Nein oder Enthaltung');
  if (leser.probleme.length > 0) return refuse(ungueltig(leser.probleme));
  return db.withTenant(wer.tenant, wer.actor, async (tx) => {
    await lockBeschluss(tx, id.value);
    const beschluss = await readBeschluss(tx, id.value);
    if (beschluss === null) return refuse(beschlussUnbekannt);
    if (beschluss.zustand !== 'abstimmung') return refuse(abstimmungZu);
    const sitz = await stimmsitz(tx, wer, beschluss);
    if (!sitz.ok) return sitz;
    await putStimme(tx, beschluss, stimmeVon(beschluss, sitz.value, wahl), clock.now());
    await recordAudit(tx, {
      action: 'workgroup.beschluss.voted',
      object: { type: 'workgroup.beschluss', id: beschluss.id },
      // How somebody voted stands with the decision, not in a trail that is never deleted.
    });
    return ok(getan(beschluss.id));
  });
}

async function stimmsitz(
  tx: Tx,
  wer: Mitwirkende,
  { sitzungId, gewichtung }: Beschluss,
): Promise<Result<Sitz>> {
  const sitzung = await readSitzung(tx, sitzungId);
  if (sitzung === null) return refuse(beschlussUnbekannt);
  if (gewichtung !== 'person' && wer.house.isProvider) return refuse(keinStimmrecht);
  return sitzVon(await readSitze(tx, sitzung.gruppeId), wer, sitzung.gruppeId);
}

function stimmeVon({ gewichtung }: Beschluss, { id, hausId, haus, ags }: Sitz, wahl: Wahl): Stimme {
  return { stimmrecht: gewichtung === 'person' ? id : hausId, haus, ags, wahl };
}
