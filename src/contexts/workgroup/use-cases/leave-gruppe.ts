import { activeMemberIds } from '#identity';
import { ok, type Result, refuse } from '#kernel';
import { actorOf, parseTenantId, publish, recordAudit, type Tx } from '#platform';
import type { WorkgroupDeps } from '../deps.ts';
import { sitzUnbekannt, ungueltig } from '../errors.ts';
import { insertSchritt, readAufgaben } from '../store/aufgaben.ts';
import { insertZuteilung, readZuteilungen } from '../store/fragen.ts';
import { endSitz, readGruppen, readSitz, readSitze, type Sitz } from '../store/gruppen.ts';
import { type Felder, leserVon } from './felder.ts';
import { seatEndedEvent } from './uninvite-leaver.ts';
import { type Getan, getan, idOf, type Mitwirkende } from './wer.ts';

/** What a seat that ends leaves to whom. */
export interface Uebergabe {
  readonly aufgaben: number;
  readonly fragen: number;
  /** `null`: nobody of the group was named, so the lead of the group sees it without an owner. */
  readonly an: Sitz | null;
}

/** Ends a seat, one's own or one of a group that one leads; tasks and questions go to another seat, or wait for an owner. */
export async function leaveGruppe(
  { db, clock }: Pick<WorkgroupDeps, 'db' | 'clock'>,
  wer: Mitwirkende,
  sitzId: string,
  felder: Felder,
): Promise<Result<Getan>> {
  const id = idOf(sitzId, sitzUnbekannt);
  if (!id.ok) return id;
  const leser = leserVon(felder);
  const nachfolge = leser.id('nachfolge', 'Diesen Sitz');
  if (leser.probleme.length > 0) return refuse(ungueltig(leser.probleme));
  return db.withTenant(wer.tenant, wer.actor, async (tx) => {
    const sitz = await readSitz(tx, id.value);
    const mine = sitz?.hausId === wer.tenant || (wer.leitet && sitz?.providerId === wer.tenant);
    if (sitz === null || sitz.bis !== null || !mine) return refuse(sitzUnbekannt);
    const an = await successorOf(tx, sitz, nachfolge);
    if (nachfolge !== null && an === null)
      return refuse(
        ungueltig([
          {
            field: 'nachfolge',
            message: 'Bitte wählen Sie einen Sitz derselben Arbeitsgruppe, der besetzt bleibt.',
          },
        ]),
      );
    const uebergabe = await endIn(tx, sitz, an, clock);
    return ok(getan(sitz.id, null, uebergabeText(uebergabe)));
  });
}

async function successorOf(tx: Tx, sitz: Sitz, nachfolge: string | null): Promise<Sitz | null> {
  const others = (await readSitze(tx, sitz.gruppeId)).filter(({ id, bis }) => bis === null && id !== sitz.id);
  if (nachfolge !== null) return others.find(({ id }) => id === nachfolge) ?? null;
  return others.find(({ hausId, memberId }) => hausId === sitz.hausId && memberId !== null) ?? null;
}

/** What was handed over, in words. */
export function uebergabeText({ aufgaben, fragen, an }: Uebergabe): string {
  if (aufgaben + fragen === 0) return 'Es waren keine offenen Aufgaben und Fragen zu übergeben.';
  const was = `${aufgaben} ${aufgaben === 1 ? 'Aufgabe' : 'Aufgaben'} und ${fragen} ${fragen === 1 ? 'Frage' : 'Fragen'}`;
  return an === null
    ? `${was} haben jetzt niemanden, der zuständig ist. Die Leitung der Gruppe sieht sie und teilt sie neu zu.`
    : `${was} gingen an ${an.haus}.`;
}

/** Ends a seat and hands over, in the transaction of the organisation that ends it. */
async function endIn(
  tx: Tx,
  sitz: Sitz,
  an: Sitz | null,
  { now, today }: WorkgroupDeps['clock'],
): Promise<Uebergabe> {
  await endSitz(tx, sitz.id, today(), an?.id ?? null);
  const text =
    an === null
      ? `${sitz.haus} ist ausgeschieden; eine neue Zuständigkeit fehlt.`
      : `${sitz.haus} ist ausgeschieden; übernommen hat ${an.haus}.`;
  const tasks = (await readAufgaben(tx)).filter(
    ({ zustand, zustaendig }) => zustand === 'offen' && zustaendig === sitz.id,
  );
  for (const { id, providerId, nr } of tasks) {
    const schritt = {
      aufgabeId: id,
      providerId,
      nr: nr + 1,
      art: 'uebergeben' as const,
      zustaendig: an?.id ?? null,
    };
    await insertSchritt(tx, { ...schritt, text, haus: sitz.haus }, now());
  }
  const questions = [...(await readZuteilungen(tx)).values()].filter(
    ({ zustaendig }) => zustaendig === sitz.id,
  );
  for (const zuteilung of questions) {
    const next = { ...zuteilung, nr: zuteilung.nr + 1, zustaendig: an?.id ?? null, grund: text, am: now() };
    await insertZuteilung(tx, next, sitz.providerId);
  }
  await publish(tx, seatEndedEvent, { sitz: sitz.id, provider: sitz.providerId });
  await recordAudit(tx, {
    action: 'workgroup.sitz.ended',
    object: { type: 'workgroup.sitz', id: sitz.id },
    summary: { aufgaben: tasks.length, fragen: questions.length, uebergeben: an !== null },
  });
  return { aufgaben: tasks.length, fragen: questions.length, an };
}

const system = actorOf('system', 'arbeitsgruppe');

/** Ends the seats of people who left their organisation, and hands over what they had. Gives how many seats ended. */
export async function endSeatsOfLeavers(
  deps: Pick<WorkgroupDeps, 'db' | 'clock' | 'providers'>,
): Promise<number> {
  let ended = 0;
  for (const provider of await deps.providers()) {
    const seats = await deps.db.withTenant(provider, system, async (tx) =>
      (await readGruppen(tx)).length === 0 ? [] : readSitze(tx),
    );
    const taken = seats.filter(({ bis, memberId }) => bis === null && memberId !== null);
    for (const [haus, own] of Map.groupBy(taken, ({ hausId }) => hausId))
      ended += await endOf(deps, haus, own);
  }
  return ended;
}

async function endOf(
  { db, clock }: Pick<WorkgroupDeps, 'db' | 'clock'>,
  haus: string,
  seats: readonly Sitz[],
): Promise<number> {
  const tenant = parseTenantId(haus);
  if (tenant === null) return 0;
  return db.withTenant(tenant, system, async (tx) => {
    const there = await activeMemberIds(tx, tenant);
    const left = seats.filter(({ memberId }) => memberId !== null && !there.has(memberId));
    for (const sitz of left) {
      const stays = seats.find(
        (one) => one.gruppeId === sitz.gruppeId && one.memberId !== null && there.has(one.memberId),
      );
      await endIn(tx, sitz, stays ?? null, clock);
    }
    return left.length;
  });
}
