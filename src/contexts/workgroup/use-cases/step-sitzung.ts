import { ok, type Result, refuse } from '#kernel';
import { recordAudit, type Tx } from '#platform';
import type { WorkgroupDeps } from '../deps.ts';
import { wartetFaden } from '../domain/frage.ts';
import { type Sitzung, type SitzungSchritt, type SitzungZustand, sitzungNach } from '../domain/sitzung.ts';
import { sitzungUnbekannt, sitzungZu, ungueltig } from '../errors.ts';
import { readBeschluesse } from '../store/beschluesse.ts';
import { insertNeuerungsblatt } from '../store/dateien.ts';
import { insertSitzungFrage } from '../store/fragen.ts';
import { lockSitzung, updateSitzung } from '../store/sitzungen.ts';
import { type Felder, leserVon } from './felder.ts';
import { type Frage, fragenAuf, readFragen } from './fragen.ts';
import { makeBlatt } from './neuerungen.ts';
import { orderMails } from './order-mails.ts';
import { type Getan, getan, idOf, type Mitwirkende } from './wer.ts';

/** Invites, begins, ends or cancels a session. */
export async function stepSitzung(
  deps: WorkgroupDeps,
  wer: Mitwirkende,
  sitzungId: string,
  schritt: SitzungSchritt,
  felder: Felder,
): Promise<Result<Getan>> {
  const id = idOf(sitzungId, sitzungUnbekannt);
  if (!id.ok) return id;
  const leser = leserVon(felder);
  const grund = schritt === 'absagen' ? leser.text('grund', [3, 500], 'den Grund der Absage') : '';
  if (leser.probleme.length > 0) return refuse(ungueltig(leser.probleme));
  // Read beforehand: the thread of a question and the facts of other contexts have transactions of their own.
  const abschluss = schritt === 'abschliessen' ? await abschlussOf(deps, wer, id.value) : null;
  return deps.db.withTenant(wer.tenant, wer.actor, async (tx) => {
    const sitzung = await lockSitzung(tx, id.value);
    if (sitzung === null) return refuse(sitzungUnbekannt);
    const zustand = sitzungNach(sitzung.zustand, schritt);
    if (zustand === null) return refuse(sitzungZu(sitzung.zustand));
    const offen = schritt === 'abschliessen' ? await offeneAbstimmung(tx, id.value) : null;
    if (offen !== null) return refuse(ungueltig([{ field: 'beschluss', message: offen }]));
    return take(tx, deps, { sitzung, schritt, zustand, grund, abschluss });
  });
}

interface Gang {
  readonly sitzung: Sitzung;
  readonly schritt: SitzungSchritt;
  readonly zustand: SitzungZustand;
  readonly grund: string;
  readonly abschluss: Abschluss | null;
}

async function take(
  tx: Tx,
  deps: WorkgroupDeps,
  { sitzung, schritt, zustand, grund, abschluss }: Gang,
): Promise<Result<Getan>> {
  const absage = schritt === 'absagen';
  const meldet = schritt === 'einladen' || (absage && sitzung.zustand !== 'entwurf');
  const nachher: Sitzung = {
    ...sitzung,
    zustand,
    grund,
    fassung: sitzung.fassung + 1,
    kalenderFolge: sitzung.kalenderFolge + (absage && meldet ? 1 : 0),
    abgeschlossenAm: schritt === 'abschliessen' ? deps.clock.now() : sitzung.abgeschlossenAm,
  };
  await updateSitzung(tx, nachher);
  const mails = meldet ? await orderMails(tx, nachher, absage ? 'absage' : 'einladung', deps.clock) : 0;
  if (abschluss !== null) await keepAbschluss(tx, sitzung.id, abschluss, deps);
  await recordAudit(tx, {
    action: `workgroup.sitzung.${schritt}`,
    object: { type: 'workgroup.sitzung', id: sitzung.id },
    summary: { zustand, nachrichten: mails },
  });
  return ok(getan(sitzung.id, nachher.fassung, hinweis(schritt, mails, abschluss)));
}

interface Abschluss {
  readonly fragen: readonly Frage[];
  readonly blatt: Awaited<ReturnType<typeof makeBlatt>>;
}

async function abschlussOf(deps: WorkgroupDeps, wer: Mitwirkende, id: string): Promise<Abschluss> {
  const { fragen, sitzungen } = await readFragen(deps, wer);
  const sitzung = sitzungen.find((one) => one.id === id);
  return {
    fragen: sitzung ? fragenAuf(sitzung, fragen, sitzungen) : [],
    blatt: await makeBlatt(deps, wer, id),
  };
}

/** Keeps which questions stood on the agenda and what was new: both stay as they were. */
async function keepAbschluss(
  tx: Tx,
  sitzungId: string,
  { fragen, blatt }: Abschluss,
  { clock }: WorkgroupDeps,
) {
  for (const { id: rueckfrageId, betreff, faden, zustaendigName } of fragen)
    await insertSitzungFrage(tx, {
      sitzungId,
      rueckfrageId,
      betreff,
      zustand: faden,
      zustaendig: zustaendigName,
    });
  // Without a source there is nothing to keep; the sheet is then made when somebody looks.
  if (blatt.ok && blatt.value.teile.length > 0)
    await insertNeuerungsblatt(tx, sitzungId, blatt.value, clock.now());
}

async function offeneAbstimmung(tx: Tx, sitzungId: string): Promise<string | null> {
  const open = (await readBeschluesse(tx, sitzungId)).filter(
    ({ zustand }) => zustand === 'vorgeschlagen' || zustand === 'abstimmung',
  );
  if (open.length === 0) return null;
  return `Über ${open.map(({ titel }) => `„${titel}“`).join(', ')} ist nicht entschieden. Bitte beenden Sie die Abstimmung, halten Sie den Beschluss fest oder ziehen Sie ihn zurück.`;
}

function hinweis(schritt: SitzungSchritt, mails: number, abschluss: Abschluss | null): string | null {
  if (schritt === 'einladen') return `${mails} Einladungen gehen jetzt hinaus.`;
  if (schritt === 'absagen') return mails > 0 ? `${mails} Eingeladene erhalten die Absage.` : null;
  const open = abschluss?.fragen.filter(({ faden }) => wartetFaden(faden)).length ?? 0;
  return open > 0
    ? `${open} ${open === 1 ? 'offene Frage steht' : 'offene Fragen stehen'} von selbst auf der nächsten Tagesordnung.`
    : null;
}
