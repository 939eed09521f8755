import { ok, type Result, refuse } from '#kernel';
import { publish, recordAudit, type Tx } from '#platform';
import { type BerichtZustand, type Schritt, type SchrittArt, uebergaenge } from '../domain/bericht.ts';
import { changedMeanwhile, invalidBericht, secondPersonNeeded, stepRefused } from '../errors.ts';
import type { ReportsDeps } from '../reports-deps.ts';
import { insertSchritt, lockBericht } from '../store-berichte.ts';
import { areOthers, type Berichtende } from './people.ts';
import { type Bericht, readBerichtIn } from './read-reports.ts';

/** A report was presented: it waits for a second person. */
export const presentedEvent = 'reports.bericht.vorgelegt';

/** A step that somebody wants to take with a report. */
export interface SchrittWunsch {
  readonly art: SchrittArt;
  /** The version that the person had before their eyes. */
  readonly fassung: number;
  readonly begruendung: string;
}

/** Takes a step: presents, gives back, releases or withdraws. Releasing takes a second person. */
export async function takeStep(
  { db, clock }: Pick<ReportsDeps, 'db' | 'clock'>,
  { reader }: Berichtende,
  id: string,
  { art, fassung, begruendung: typed }: SchrittWunsch,
): Promise<Result<{ readonly zustand: BerichtZustand }>> {
  const reason = typed.trim();
  const wrong = reasonProblem(art, reason);
  if (wrong !== null) return refuse(invalidBericht([{ field: 'begruendung', message: wrong }]));
  return db.withTenant(reader.kommune.tenant, reader.actor, async (tx) => {
    await lockBericht(tx, id);
    const found = await readBerichtIn(tx, id);
    if (!found.ok) return found;
    const { zustand, schritte } = found.value;
    const next = uebergaenge[zustand][art];
    if (next === undefined) return refuse(stepRefused(zustand));
    if (found.value.fassung !== fassung) return refuse(changedMeanwhile);
    const presented = art === 'freigegeben' ? (schritte.at(-1)?.gegangenVon ?? null) : null;
    if (art === 'freigegeben' && !isSecond(found.value, reader.actor)) return refuse(secondPersonNeeded);
    const nummer = schritte.length + 1;
    const begruendung = reason === '' ? null : reason;
    await keepStep(tx, id, { nummer, art, fassung, begruendung, gegangenAm: clock.now() }, presented);
    return ok({ zustand: next });
  });
}

/** Keeps a step with its line in the audit trail; whoever may release learns of what is presented. */
async function keepStep(
  tx: Tx,
  id: string,
  schritt: Omit<Schritt, 'gegangenVon'>,
  vorgelegtVon: string | null,
): Promise<void> {
  const { art, nummer, fassung } = schritt;
  await insertSchritt(tx, id, schritt, vorgelegtVon);
  await recordAudit(tx, {
    action: `reports.${art}`,
    object: { type: 'reports.bericht', id },
    summary: { fassung },
  });
  if (art === 'vorgelegt') await publish(tx, presentedEvent, { bericht: id, schritt: nummer });
}

function reasonProblem(art: SchrittArt, reason: string): string | null {
  if (reason.length > 1000) return 'Die Begründung hat höchstens 1.000 Zeichen.';
  const needed = art === 'zurueckgegeben' || art === 'zurueckgezogen';
  return needed && reason === '' ? 'Bitte sagen Sie in einem Satz, warum.' : null;
}

/** Whether an actor had no part in the version that lies before it: neither wrote nor presented it. */
export function isSecond(
  { gezeigt, schritte }: Pick<Bericht, 'gezeigt' | 'schritte'>,
  actor: string,
): boolean {
  const presented = schritte.findLast(({ art }) => art === 'vorgelegt')?.gegangenVon;
  return areOthers(actor, gezeigt.geschriebenVon) && (presented === undefined || areOthers(actor, presented));
}
