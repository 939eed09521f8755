import { ok, type Result, refuse } from '#kernel';
import { newId, recordAudit, type Tx } from '#platform';
import type { WorkgroupDeps } from '../deps.ts';
import { istOffen, type Sitzung } from '../domain/sitzung.ts';
import { punktUnbekannt, sitzungUnbekannt, sitzungZu, ungueltig } from '../errors.ts';
import { readSitze } from '../store/gruppen.ts';
import { deletePunkt, lockSitzung, putPunkt, readPunkte } from '../store/sitzungen.ts';
import { type Felder, leserVon } from './felder.ts';
import { type Getan, getan, idOf, type Mitwirkende } from './wer.ts';

type Deps = Pick<WorkgroupDeps, 'db'>;

/** Adds an item to the agenda, at its end or at a place. */
export function addPunkt(
  deps: Deps,
  wer: Mitwirkende,
  sitzungId: string,
  felder: Felder,
): Promise<Result<Getan>> {
  return withOffene(deps, wer, sitzungId, (tx, sitzung) => writePunkt(tx, sitzung, null, felder));
}

/** Changes an item: title, minutes, owner, text or place. */
export function changePunkt(
  deps: Deps,
  wer: Mitwirkende,
  sitzungId: string,
  punktId: string,
  felder: Felder,
): Promise<Result<Getan>> {
  return withOffene(deps, wer, sitzungId, (tx, sitzung) => writePunkt(tx, sitzung, punktId, felder));
}

/** Takes an item off the agenda. What was noted on it stays in the minutes. */
export function removePunkt(
  deps: Deps,
  wer: Mitwirkende,
  sitzungId: string,
  punktId: string,
): Promise<Result<Getan>> {
  return withOffene(deps, wer, sitzungId, async (tx, { id }) => {
    const known = idOf(punktId, punktUnbekannt);
    if (!known.ok) return known;
    if (!(await deletePunkt(tx, id, known.value))) return refuse(punktUnbekannt);
    await note(tx, id, 'removed', known.value);
    return ok(getan(known.value));
  });
}

/** Runs with a session that is not over, locked. */
export async function withOffene(
  { db }: Deps,
  wer: Mitwirkende,
  sitzungId: string,
  work: (tx: Tx, sitzung: Sitzung) => Promise<Result<Getan>>,
): Promise<Result<Getan>> {
  const id = idOf(sitzungId, sitzungUnbekannt);
  if (!id.ok) return id;
  return db.withTenant(wer.tenant, wer.actor, async (tx) => {
    const sitzung = await lockSitzung(tx, id.value);
    if (sitzung === null) return refuse(sitzungUnbekannt);
    return istOffen(sitzung.zustand) ? work(tx, sitzung) : refuse(sitzungZu(sitzung.zustand));
  });
}

async function writePunkt(
  tx: Tx,
  sitzung: Sitzung,
  punktId: string | null,
  felder: Felder,
): Promise<Result<Getan>> {
  const punkte = await readPunkte(tx, sitzung.id);
  const vorher = punktId === null ? null : punkte.find(({ id }) => id === punktId);
  if (vorher === undefined) return refuse(punktUnbekannt);
  const leser = leserVon(felder);
  const titel = leser.text('titel', [3, 200], 'einen Titel');
  const minuten = leser.zahl('minuten', [0, 480], 'die Minuten') ?? 0;
  const zustaendig = leser.id('zustaendig', 'Diesen Sitz');
  const text = leser.text('text', [0, 5000], 'den Text', true);
  const platz = leser.zahl('stelle', [1, 200], 'die Stelle in der Tagesordnung');
  const seats = await readSitze(tx, sitzung.gruppeId);
  if (zustaendig !== null && !seats.some(({ id, bis }) => id === zustaendig && bis === null))
    leser.probleme.push({
      field: 'zustaendig',
      message: 'Bitte wählen Sie einen Sitz der Arbeitsgruppe, der nicht beendet ist.',
    });
  if (leser.probleme.length > 0) return refuse(ungueltig(leser.probleme));
  const id = vorher?.id ?? newId();
  const others = punkte.filter((punkt) => punkt.id !== id);
  const at = platz === null ? (vorher ? punkte.indexOf(vorher) : others.length) : platz - 1;
  const neu = { id, sitzungId: sitzung.id, titel, minuten, zustaendig, text, stelle: 0 };
  const ordered = others.toSpliced(at, 0, neu);
  for (const [stelle, punkt] of ordered.entries())
    if (punkt.id === id || punkt.stelle !== stelle) await putPunkt(tx, { ...punkt, stelle });
  await note(tx, sitzung.id, vorher ? 'changed' : 'added', id);
  return ok(getan(id));
}

async function note(tx: Tx, sitzung: string, what: string, punkt: string): Promise<void> {
  await recordAudit(tx, {
    action: `workgroup.punkt.${what}`,
    object: { type: 'workgroup.sitzung', id: sitzung },
    summary: { punkt },
  });
}
