import { ok, type Result, refuse } from '#kernel';
import type { Ergebnis } from '../domain/eintrag.ts';
import { invalidField, memberNeeded, takeFirst } from '../errors.ts';
import type { Worker } from '../ports.ts';
import type { Eingang } from '../store/eingaenge.ts';
import { type ChangeDeps, changeEingang, type EingangRef } from './change-eingang.ts';
import { worksFor } from './worker.ts';

const longest = 5000;

/** Takes a case over; also one that a colleague has. */
export async function take(deps: ChangeDeps, worker: Worker, ref: EingangRef): Promise<Result<Eingang>> {
  if (worker.mitglied === null) return refuse(memberNeeded);
  return changeEingang(deps, worker, ref, {
    aktion: 'uebernehmen',
    eintrag: { art: 'uebernommen', wer: worker.actor },
    bearbeiter: worker.mitglied,
    tell: { schritt: 'bearbeiten', text: null },
  });
}

/** Hands a case on to a colleague, by the member's id. */
export async function handOn(
  deps: ChangeDeps,
  worker: Worker,
  { mitglied, ...ref }: EingangRef & { readonly mitglied: string },
): Promise<Result<Eingang>> {
  const colleagues = await deps.colleagues(worker);
  const chosen = colleagues.find(({ id }) => id === mitglied);
  const unfit = refuse(
    invalidField('mitglied', 'Bitte wählen Sie ein Mitglied, das Anträge dieser Stelle bearbeitet.'),
  );
  if (!chosen) return unfit;
  return changeEingang(deps, worker, ref, {
    aktion: 'abgeben',
    eintrag: { art: 'abgegeben', wer: worker.actor, an: mitglied },
    bearbeiter: mitglied,
    within: async (_, { stelle }) => (worksFor(chosen, stelle) ? ok(null) : unfit),
    tell: { schritt: 'bearbeiten', text: null },
  });
}

/** Asks the applicant a question. */
export function askBack(
  deps: ChangeDeps,
  worker: Worker,
  { text, ...ref }: EingangRef & { readonly text: string },
): Promise<Result<Eingang>> {
  return withText(text, 'Bitte schreiben Sie die Frage an die antragstellende Person.', (frage) =>
    changeEingang(deps, worker, ref, {
      aktion: 'rueckfragen',
      eintrag: { art: 'rueckfrage', wer: worker.actor, text: frage },
      tell: { schritt: 'rueckfragen', text: frage },
    }),
  );
}

/** Keeps a note that only the office reads. */
export function addNote(
  deps: ChangeDeps,
  worker: Worker,
  { text, ...ref }: EingangRef & { readonly text: string },
): Promise<Result<Eingang>> {
  return withText(text, 'Bitte schreiben Sie die Notiz.', (notiz) =>
    changeEingang(deps, worker, ref, {
      aktion: 'notieren',
      eintrag: { art: 'notiz', wer: worker.actor, text: notiz },
    }),
  );
}

/** Ends a case for which this office is not competent; the applicant reads the reason. */
export function closeCase(
  deps: ChangeDeps,
  worker: Worker,
  { text, ...ref }: EingangRef & { readonly text: string },
): Promise<Result<Eingang>> {
  const ask = 'Bitte nennen Sie den Grund. Die antragstellende Person liest ihn.';
  return withText(text, ask, (grund) =>
    changeEingang(deps, worker, ref, {
      aktion: 'abschliessen',
      eintrag: { art: 'abgeschlossen', wer: worker.actor, text: grund },
      tell: { schritt: 'unzustaendig-erklaeren', text: grund },
    }),
  );
}

/** Decides. The applicant learns that, not how: the Bescheid comes by post. The note stays in the office. */
export async function decide(
  deps: ChangeDeps,
  worker: Worker,
  { ergebnis, text, ...ref }: EingangRef & { readonly ergebnis: Ergebnis; readonly text: string },
): Promise<Result<Eingang>> {
  const note = text.trim();
  if (note.length > longest) return refuse(tooLong());
  return changeEingang(deps, worker, ref, {
    aktion: 'entscheiden',
    eintrag: { art: 'entschieden', wer: worker.actor, ergebnis, text: note },
    within: async (_, { bearbeiter }) => (bearbeiter === null ? refuse(takeFirst) : ok(null)),
    tell: { schritt: 'entscheiden', text: null },
  });
}

/** Does something with a text that must be there and not too long. */
export async function withText<T>(
  given: string,
  missing: string,
  act: (text: string) => Promise<Result<T>>,
): Promise<Result<T>> {
  const text = given.trim();
  if (text === '') return refuse(invalidField('text', missing));
  return text.length > longest ? refuse(tooLong()) : act(text);
}

function tooLong() {
  return invalidField('text', `Der Text ist zu lang. Erlaubt sind ${longest} Zeichen.`);
}
