import { addDays, compareLocalDates, type LocalDate, ok, parseLocalDate, type Result, refuse } from '#kernel';
import { newId, publish } from '#platform';
import { antwortenOf, askablesOf } from '../domain/nachreichung.ts';
import { askedAlready, invalidField, nothingAsked } from '../errors.ts';
import type { InboxDeps, Worker } from '../ports.ts';
import type { Eingang } from '../store/eingaenge.ts';
import { endNachforderungen, insertNachforderung } from '../store/nachforderungen.ts';
import { type ChangeDeps, changeEingang, type EingangRef } from './change-eingang.ts';
import { type EingangDetail, openEingang } from './read.ts';
import { withText } from './work.ts';

type AskDeps = ChangeDeps & Pick<InboxDeps, 'leistungLabel'>;

/** The event by which the worker mails the applicant; its payload holds an id and which mail it is. */
export const nachforderungEvent = 'inbox.nachforderung';

/** Which fields are wanted, until when, and why. */
export interface AskInput extends EingangRef {
  readonly felder: readonly string[];
  readonly frist: string;
  readonly text: string;
}

const mostDays = 365;

/**
 * Asks the applicant for some fields or documents of the Antrag once more. Refuses fields that the Antrag does not have, a
 * day that is not between tomorrow and a year from now, and a second Nachforderung while one is open.
 */
export function askForMore(
  deps: AskDeps,
  worker: Worker,
  { felder, frist, text, ...ref }: AskInput,
): Promise<Result<Eingang>> {
  const ask =
    'Bitte schreiben Sie in einfachen Worten, warum Sie das brauchen. Die antragstellende Person liest es.';
  return withText(text, ask, async (grund) => {
    const today = deps.clock.today();
    const day = parseLocalDate(frist);
    if (!day.ok || !isInTime(day.value, today)) return refuse(wrongDay);
    const opened = await openEingang(deps, worker, ref.nummer);
    if (!opened.ok) return opened;
    const wanted = askablesOf(opened.value.inhalt).filter(({ place }) => felder.includes(place));
    if (wanted.length === 0 || wanted.length < new Set(felder).size) return refuse(wrongFields);
    if (opened.value.nachforderungen.some(({ zustand }) => zustand === 'offen')) return refuse(askedAlready);
    const chosen = wanted.map(({ place, titel }) => ({ place, titel }));
    return place(deps, worker, ref, { opened: opened.value, grund, frist: day.value, felder: chosen });
  });
}

const wrongDay = invalidField('frist', 'Bitte nennen Sie einen Tag zwischen morgen und heute in einem Jahr.');
const wrongFields = invalidField('felder', 'Bitte wählen Sie, was nachgereicht werden soll.');

function isInTime(day: LocalDate, today: LocalDate): boolean {
  return compareLocalDates(day, today) > 0 && compareLocalDates(day, addDays(today, mostDays)) <= 0;
}

interface Asking {
  readonly opened: EingangDetail;
  readonly grund: string;
  readonly frist: LocalDate;
  readonly felder: readonly { readonly place: string; readonly titel: string }[];
}

function place(
  deps: AskDeps,
  worker: Worker,
  ref: EingangRef,
  { opened, grund, frist, felder }: Asking,
): Promise<Result<Eingang>> {
  const { eingang, inhalt } = opened;
  const id = newId();
  const [gestelltAm, today] = [deps.clock.now(), deps.clock.today()];
  const list = felder.map(({ titel }) => titel).join('\n');
  const to = { empfaenger: worker.tenant, zustellpunkt: eingang.stelle, submission: eingang.id };
  return changeEingang(deps, worker, ref, {
    aktion: 'nachfordern',
    eintrag: { art: 'nachgefordert', wer: worker.actor, text: `${grund}\n${list}`, frist },
    within: async (tx) => {
      const key = await deps.keys.dataKeyOf(tx, worker.tenant);
      const erinnernAm = reminderDay(today, frist);
      const row = { id, eingang: eingang.id, frist, erinnernAm, gestelltAm, grund, felder };
      await insertNachforderung(tx, key, worker.tenant, row);
      await publish(tx, nachforderungEvent, { nachforderung: id, art: 'neu' });
      return ok(null);
    },
    tell: {
      schritt: 'rueckfragen',
      text: grund,
      nachforderung: {
        id,
        frist,
        grund,
        felder,
        ...to,
        leistung: eingang.leistung,
        antworten: antwortenOf(inhalt.data),
      },
    },
  });
}

/** Three days before the end; where time is short, half of it. */
export function reminderDay(today: LocalDate, frist: LocalDate): LocalDate {
  for (const days of [3, 2, 1]) {
    const day = addDays(frist, -days);
    if (compareLocalDates(day, addDays(today, days)) >= 0) return day;
  }
  return frist;
}

/** Takes back what is still asked; the applicant reads that nothing is to be done. */
export async function withdrawAsking(
  deps: AskDeps,
  worker: Worker,
  ref: EingangRef,
): Promise<Result<Eingang>> {
  const opened = await openEingang(deps, worker, ref.nummer);
  if (!opened.ok) return opened;
  const open = opened.value.nachforderungen.find(({ zustand }) => zustand === 'offen');
  if (!open) return refuse(nothingAsked);
  const { id } = opened.value.eingang;
  return changeEingang(deps, worker, ref, {
    aktion: 'nachforderung-zuruecknehmen',
    eintrag: { art: 'nachforderung-zurueckgenommen', wer: worker.actor },
    within: async (tx) => {
      await endNachforderungen(tx, worker.tenant, id, deps.clock.now());
      return ok(null);
    },
    tell: { schritt: 'bearbeiten', text: notWantedAnyMore, zurueckgenommen: open.id },
  });
}

const notWantedAnyMore = 'Sie müssen nichts mehr nachreichen. Die Stelle braucht es nicht mehr.';
