import { ok, type Result, refuse } from '#kernel';
import { newId, recordAudit, type Tx } from '#platform';
import type { WorkgroupDeps } from '../deps.ts';
import { aufgabeNach, aufgabeSchritte } from '../domain/aufgabe.ts';
import {
  aufgabeUnbekannt,
  gleichzeitig,
  nichtInDiesemZustand,
  notAllowed,
  sitzungUnbekannt,
  ungueltig,
} from '../errors.ts';
import { aufgabeZustandLabel } from '../messages.ts';
import { type Aufgabe, insertAufgabe, insertSchritt, readAufgaben } from '../store/aufgaben.ts';
import { readBeschluss } from '../store/beschluesse.ts';
import { readSitze, type Sitz } from '../store/gruppen.ts';
import { lockSitzung } from '../store/sitzungen.ts';
import { type Felder, leserVon } from './felder.ts';
import { type Getan, getan, idOf, type Mitwirkende } from './wer.ts';

type Deps = Pick<WorkgroupDeps, 'db' | 'clock'>;

const falscherSitz = {
  field: 'zustaendig',
  message: 'Bitte wählen Sie einen Sitz der Arbeitsgruppe, der nicht beendet ist.',
};

/** Puts down a task that follows from a session, perhaps from one of its decisions. */
export async function addAufgabe(
  { db, clock }: Deps,
  wer: Mitwirkende,
  sitzungId: string,
  felder: Felder,
): Promise<Result<Getan>> {
  const known = idOf(sitzungId, sitzungUnbekannt);
  if (!known.ok) return known;
  const leser = leserVon(felder);
  const titel = leser.text('titel', [3, 300], 'die Aufgabe');
  const zustaendig = leser.id('zustaendig', 'Diesen Sitz');
  const faellig = leser.tag('faellig', 'Fällig am');
  const beschlussId = leser.id('beschluss', 'Diesen Beschluss');
  return db.withTenant(wer.tenant, wer.actor, async (tx) => {
    const sitzung = await lockSitzung(tx, known.value);
    if (sitzung === null) return refuse(sitzungUnbekannt);
    if (!(await isSeat(tx, sitzung.gruppeId, zustaendig))) leser.probleme.push(falscherSitz);
    if (faellig !== null && faellig < sitzung.tag)
      leser.probleme.push({
        field: 'faellig',
        message: 'Der Termin liegt vor der Sitzung. Bitte wählen Sie einen späteren Tag.',
      });
    const beschluss = beschlussId === null ? null : await readBeschluss(tx, beschlussId);
    if (beschlussId !== null && beschluss?.sitzungId !== sitzung.id)
      leser.probleme.push({
        field: 'beschluss',
        message: 'Diesen Beschluss gibt es in dieser Sitzung nicht.',
      });
    if (leser.probleme.length > 0) return refuse(ungueltig(leser.probleme));
    const id = newId();
    const { gruppeId } = sitzung;
    await insertAufgabe(
      tx,
      { id, gruppeId, sitzungId: sitzung.id, beschlussId, titel, faellig },
      clock.now(),
    );
    const first = {
      aufgabeId: id,
      providerId: wer.tenant,
      nr: 1,
      art: 'angelegt' as const,
      zustaendig,
      text: '',
    };
    await insertSchritt(tx, { ...first, haus: wer.house.name }, clock.now());
    await note(tx, id, 'added');
    return ok(getan(id));
  });
}

/** Hands a task over, ends it, opens it again: whoever leads the group, or the organisation whose task it is. */
export async function stepAufgabe(
  { db, clock }: Deps,
  wer: Mitwirkende,
  aufgabeId: string,
  felder: Felder,
): Promise<Result<Getan>> {
  const known = idOf(aufgabeId, aufgabeUnbekannt);
  if (!known.ok) return known;
  const leser = leserVon(felder);
  const art = leser.wahl('art', aufgabeSchritte, 'den Schritt');
  const text = leser.text('text', [art === 'entfallen' ? 3 : 0, 2000], 'den Vermerk', true);
  const neu = leser.id('zustaendig', 'Diesen Sitz');
  return db.withTenant(wer.tenant, wer.actor, async (tx) => {
    const [aufgabe] = await readAufgaben(tx, known.value);
    if (aufgabe === undefined) return refuse(aufgabeUnbekannt);
    const seats = await readSitze(tx, aufgabe.gruppeId);
    if (!mayStep(wer, aufgabe, seats)) return refuse(notAllowed);
    if (aufgabeNach(aufgabe.zustand, art) === null)
      return refuse(nichtInDiesemZustand('Die Aufgabe', aufgabeZustandLabel[aufgabe.zustand]));
    if (art === 'uebergeben' && !isOpenSeat(seats, neu)) leser.probleme.push(falscherSitz);
    if (leser.probleme.length > 0) return refuse(ungueltig(leser.probleme));
    const zustaendig = art === 'uebergeben' ? neu : aufgabe.zustaendig;
    const { providerId, nr } = aufgabe;
    const schritt = {
      aufgabeId: aufgabe.id,
      providerId,
      nr: nr + 1,
      art,
      zustaendig,
      text,
      haus: wer.house.name,
    };
    if (!(await insertSchritt(tx, schritt, clock.now()))) return refuse(gleichzeitig);
    await note(tx, aufgabe.id, art);
    return ok(getan(aufgabe.id));
  });
}

function mayStep(wer: Mitwirkende, aufgabe: Aufgabe, seats: readonly Sitz[]): boolean {
  const own = seats.some(({ id, hausId }) => id === aufgabe.zustaendig && hausId === wer.tenant);
  return own || (wer.leitet && aufgabe.providerId === wer.tenant);
}

function isOpenSeat(seats: readonly Sitz[], id: string | null): boolean {
  return seats.some((sitz) => sitz.id === id && sitz.bis === null);
}

async function isSeat(tx: Tx, gruppeId: string, id: string | null): Promise<boolean> {
  return id === null || (await readSitze(tx, gruppeId)).some((sitz) => sitz.id === id && sitz.bis === null);
}

async function note(tx: Tx, id: string, what: string): Promise<void> {
  await recordAudit(tx, { action: `workgroup.aufgabe.${what}`, object: { type: 'workgroup.aufgabe', id } });
}
