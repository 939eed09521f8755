import type { Clock } from '#kernel';
import { newId, publish, type Tx } from '#platform';
import { istOffen, type Sitzung } from '../domain/sitzung.ts';
import { readGaeste, readGruppen, readSitze } from '../store/gruppen.ts';
import { readPunkte } from '../store/sitzungen.ts';
import { eingeladene, insertZustellung, type MailArt, type MailInhalt } from '../store/zustellungen.ts';

/** Told in the transaction that orders mails: the worker sends them. */
export const mailsEvent = 'workgroup.mails.due';

/**
 * Orders the mails of a session: an invitation to every seat and guest of the group, a change or cancellation to whoever
 * was invited and still belongs to it. Who joined since gets the invitation instead. Gives how many.
 */
export async function orderMails(tx: Tx, sitzung: Sitzung, art: MailArt, clock: Clock): Promise<number> {
  const known = await eingeladene(tx, sitzung.id);
  const inhalt = await inhaltOf(tx, sitzung);
  const everybody = await empfaengerOf(tx, sitzung.gruppeId);
  const due = art === 'absage' ? everybody.filter((one) => known.has(one)) : everybody;
  for (const empfaenger of due) {
    const kind = art === 'aenderung' && !known.has(empfaenger) ? 'einladung' : art;
    await insertZustellung(
      tx,
      { id: newId(), sitzungId: sitzung.id, empfaenger, art: kind, inhalt },
      clock.now(),
    );
  }
  await publish(tx, mailsEvent, { sitzung: sitzung.id });
  return due.length;
}

async function empfaengerOf(tx: Tx, gruppeId: string): Promise<readonly string[]> {
  const seats = (await readSitze(tx, gruppeId)).filter(({ bis }) => bis === null);
  const guests = (await readGaeste(tx)).filter(
    (gast) => gast.gruppeId === gruppeId && gast.geloeschtAm === null,
  );
  return [...seats.map(({ id }) => `sitz:${id}`), ...guests.map(({ id }) => `gast:${id}`)];
}

/** What a mail says of a session as it stands now. */
export async function inhaltOf(tx: Tx, sitzung: Sitzung): Promise<MailInhalt> {
  const { id, titel, tag, beginn, ende, ort, link, kalenderFolge: folge, grund } = sitzung;
  const gruppe = (await readGruppen(tx)).find((one) => one.id === sitzung.gruppeId)?.name ?? '';
  const tagesordnung = istOffen(sitzung.zustand)
    ? (await readPunkte(tx, id)).map((punkt) => punkt.titel)
    : [];
  return { gruppe, grund, tagesordnung, termin: { id, titel, tag, beginn, ende, ort, link, folge } };
}
