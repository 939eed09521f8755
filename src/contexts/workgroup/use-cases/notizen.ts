import { isUuid, ok, type Result, refuse } from '#kernel';
import { newId, recordAudit, type Tx } from '#platform';
import type { WorkgroupDeps } from '../deps.ts';
import type { Sitzung } from '../domain/sitzung.ts';
import { punktUnbekannt, sitzungUnbekannt, sitzungZu, ungueltig } from '../errors.ts';
import { readSitze } from '../store/gruppen.ts';
import { insertNotiz, type Notiz, readNotiz, updateNotiz } from '../store/protokoll.ts';
import { readPunkte, readSitzung } from '../store/sitzungen.ts';
import { type Felder, leserVon } from './felder.ts';
import { type Getan, getan, idOf, type Mitwirkende, sitzVon } from './wer.ts';

/** Said where two changed the same note: the later text stands beside it. */
export const beideBehalten =
  'Jemand anderes hat diese Notiz zur selben Zeit geändert. Beide Texte sind gespeichert; Ihrer steht als eigene Notiz darunter.';

interface Geschrieben {
  readonly id: string;
  readonly punktId: string | null;
  readonly grundlage: number;
  readonly text: string;
}

/**
 * Writes a note of the minutes, or changes one; the same call saves while somebody types. The page that writes names the
 * note's id, so a form that is sent twice makes one note. Where somebody else was faster both texts are kept.
 */
export async function writeNotiz(
  { db, clock }: Pick<WorkgroupDeps, 'db' | 'clock'>,
  wer: Mitwirkende,
  sitzungId: string,
  felder: Felder,
): Promise<Result<Getan>> {
  const id = idOf(sitzungId, sitzungUnbekannt);
  if (!id.ok) return id;
  const read = readFelder(felder);
  if (!read.ok) return read;
  return db.withTenant(wer.tenant, wer.actor, async (tx) => {
    const sitzung = await readSitzung(tx, id.value);
    if (sitzung === null) return refuse(sitzungUnbekannt);
    const may = await mayWrite(tx, wer, sitzung);
    if (!may.ok) return may;
    const { punktId } = read.value;
    if (punktId !== null && !(await readPunkte(tx, sitzung.id)).some((punkt) => punkt.id === punktId))
      return refuse(punktUnbekannt);
    const kept = await keep(tx, wer, sitzung, read.value, clock.now());
    if (read.value.grundlage === 0)
      await recordAudit(tx, {
        action: 'workgroup.protokoll.written',
        object: { type: 'workgroup.sitzung', id: sitzung.id },
        summary: { notiz: kept.id },
      });
    return ok(kept);
  });
}

/** Minutes are written while a session goes on; whoever leads prepares them before and mends them after. */
async function mayWrite(tx: Tx, wer: Mitwirkende, sitzung: Sitzung): Promise<Result<unknown>> {
  if (sitzung.zustand === 'abgesagt' || (!wer.leitet && sitzung.zustand !== 'laeuft'))
    return refuse(sitzungZu(sitzung.zustand));
  return wer.leitet ? ok(null) : sitzVon(await readSitze(tx, sitzung.gruppeId), wer, sitzung.gruppeId);
}

function readFelder(felder: Felder): Result<Geschrieben> {
  const leser = leserVon(felder);
  const typed = (felder.notiz ?? '').trim();
  const grundlage = leser.zahl('grundlage', [0, 999_999], 'die gelesene Fassung') ?? 0;
  // An existing note may be emptied: it then leaves the minutes.
  const text = leser.text('text', [grundlage === 0 ? 1 : 0, 10_000], 'einen Text', true);
  const punktId = leser.id('punkt', 'Diesen Punkt der Tagesordnung');
  if (typed !== '' && !isUuid(typed))
    leser.probleme.push({ field: 'notiz', message: 'Diese Notiz gibt es nicht.' });
  if (leser.probleme.length > 0) return refuse(ungueltig(leser.probleme));
  return ok({ id: typed || newId(), punktId, grundlage, text });
}

async function keep(
  tx: Tx,
  wer: Mitwirkende,
  { id: sitzungId, providerId }: Sitzung,
  { id, punktId, grundlage, text }: Geschrieben,
  now: Date,
): Promise<Getan> {
  const neu = { providerId, sitzungId, punktId, text, haus: wer.house.name, person: wer.person };
  if (grundlage === 0 && (await insertNotiz(tx, { id, ...neu }, now))) return getan(id, 1);
  const there = await readNotiz(tx, id);
  if (there?.sitzungId === sitzungId && sameAs(there, punktId, text)) return getan(id, there.fassung);
  const mine = there?.sitzungId === sitzungId && grundlage > 0;
  if (mine && (await updateNotiz(tx, { id, fassung: grundlage, punktId, text }, wer.person, now)))
    return getan(id, grundlage + 1);
  const beside = newId();
  if (text !== '') await insertNotiz(tx, { id: beside, ...neu }, now);
  return text === '' ? getan(id, there?.fassung ?? null) : getan(beside, 1, beideBehalten);
}

function sameAs(notiz: Notiz, punktId: string | null, text: string): boolean {
  return notiz.text === text && notiz.punktId === punktId;
}
