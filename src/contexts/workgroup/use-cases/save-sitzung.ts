import { type Clock, type LocalDate, ok, type Result, refuse } from '#kernel';
import { newId, recordAudit, type Tx } from '#platform';
import type { WorkgroupDeps } from '../deps.ts';
import {
  aendertTermin,
  formen,
  istOffen,
  ortProbleme,
  type Sitzung,
  type SitzungInhalt,
} from '../domain/sitzung.ts';
import { inzwischenGeaendert, sitzungUnbekannt, sitzungZu, ungueltig } from '../errors.ts';
import { insertSitzung, lockSitzung, updateSitzung } from '../store/sitzungen.ts';
import { type Felder, leserVon } from './felder.ts';
import { gruppeIn } from './gruppen.ts';
import { orderMails } from './order-mails.ts';
import { type Getan, getan, idOf, type Mitwirkende } from './wer.ts';

type Deps = Pick<WorkgroupDeps, 'db' | 'clock'>;

const zeit = /^([01]\d|2[0-3]):[0-5]\d$/;

/** Prepares a session as a draft. A day that has passed is refused: who records an old one says so (`nachtrag`). */
export async function planSitzung(
  deps: Deps,
  wer: Mitwirkende,
  gruppeId: string,
  felder: Felder,
): Promise<Result<Getan>> {
  const read = readInhalt(felder, felder.nachtrag === 'ja' ? null : deps.clock.today());
  if (!read.ok) return read;
  return deps.db.withTenant(wer.tenant, wer.actor, async (tx) => {
    const gruppe = await gruppeIn(tx, gruppeId);
    if (!gruppe.ok) return gruppe;
    const id = newId();
    await insertSitzung(tx, id, gruppe.value.id, read.value, deps.clock.now());
    await recordAudit(tx, {
      action: 'workgroup.sitzung.planned',
      object: { type: 'workgroup.sitzung', id },
      summary: { tag: read.value.tag },
    });
    return ok(getan(id, 1));
  });
}

/** Changes day, time, place or title. Where invitations are out, everybody invited gets the changed calendar entry. */
export async function changeSitzung(
  deps: Deps,
  wer: Mitwirkende,
  sitzungId: string,
  felder: Felder,
): Promise<Result<Getan>> {
  const id = idOf(sitzungId, sitzungUnbekannt);
  if (!id.ok) return id;
  return deps.db.withTenant(wer.tenant, wer.actor, async (tx) => {
    const vorher = await lockSitzung(tx, id.value);
    if (vorher === null) return refuse(sitzungUnbekannt);
    if (!istOffen(vorher.zustand)) return refuse(sitzungZu(vorher.zustand));
    const moved = (felder.tag ?? '').trim() !== vorher.tag;
    const read = readInhalt(felder, moved ? deps.clock.today() : null);
    if (!read.ok) return read;
    if (String(vorher.fassung) !== (felder.grundlage ?? '').trim()) return refuse(inzwischenGeaendert);
    return writeChange(tx, vorher, read.value, deps.clock);
  });
}

async function writeChange(
  tx: Tx,
  vorher: Sitzung,
  inhalt: SitzungInhalt,
  clock: Clock,
): Promise<Result<Getan>> {
  const melden = vorher.zustand !== 'entwurf' && aendertTermin(vorher, inhalt);
  const folge = vorher.kalenderFolge + (melden ? 1 : 0);
  const nachher: Sitzung = { ...vorher, ...inhalt, fassung: vorher.fassung + 1, kalenderFolge: folge };
  await updateSitzung(tx, nachher);
  const mails = melden ? await orderMails(tx, nachher, 'aenderung', clock) : 0;
  await recordAudit(tx, {
    action: 'workgroup.sitzung.changed',
    object: { type: 'workgroup.sitzung', id: vorher.id },
    summary: { fassung: nachher.fassung, termin: melden, nachrichten: mails },
  });
  return ok(
    getan(vorher.id, nachher.fassung, melden ? `${mails} Eingeladene erhalten den geänderten Termin.` : null),
  );
}

function readInhalt(felder: Felder, fruehestens: LocalDate | null): Result<SitzungInhalt> {
  const leser = leserVon(felder);
  const titel = leser.text('titel', [3, 200], 'einen Titel');
  const tag = leser.tag('tag', 'Tag');
  const beginn = (felder.beginn ?? '').trim();
  const ende = (felder.ende ?? '').trim();
  const form = leser.wahl('form', formen, 'die Form der Sitzung');
  const ort = leser.text('ort', [0, 300], 'den Ort');
  const link = leser.text('link', [0, 500], 'den Link');
  const abstandMonate = leser.zahl('abstandMonate', [1, 12], 'den Abstand der Serie in Monaten');
  if ((felder.tag ?? '').trim() === '')
    leser.probleme.push({ field: 'tag', message: 'Bitte geben Sie den Tag der Sitzung an.' });
  if (tag !== null && fruehestens !== null && tag < fruehestens)
    leser.probleme.push({
      field: 'tag',
      message: 'Dieser Tag ist schon vorbei. Bitte wählen Sie einen künftigen Tag.',
    });
  for (const [field, value] of [
    ['beginn', beginn],
    ['ende', ende],
  ] as const)
    if (!zeit.test(value))
      leser.probleme.push({ field, message: 'Bitte geben Sie die Uhrzeit in der Form 09:30 an.' });
  if (zeit.test(beginn) && zeit.test(ende) && ende <= beginn)
    leser.probleme.push({ field: 'ende', message: 'Das Ende muss nach dem Beginn liegen.' });
  leser.probleme.push(...ortProbleme({ form, ort, link }));
  if (leser.probleme.length > 0 || tag === null) return refuse(ungueltig(leser.probleme));
  return ok({ titel, tag, beginn, ende, form, ort, link, abstandMonate });
}
