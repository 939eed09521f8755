import { type FieldProblem, ok, type Result, refuse } from '#kernel';
import { newId, type Principal, publish, recordAudit } from '#platform';
import type { DiscussionDeps } from '../deps.ts';
import type { Rueckfrage } from '../domain/rueckfrage.ts';
import { invalidBeitrag } from '../errors.ts';
import { type RecordRef, recordText } from '../record-kind.ts';
import { insertBeitrag } from '../store/beitraege.ts';
import { insertRueckfrage } from '../store/rueckfragen.ts';
import { type AdressatWahl, adressatenFor } from './adressaten.ts';
import { findRecord } from './find-record.ts';
import { schreiberOf } from './teilnehmer.ts';
import { type GelesenerText, isProblems, problemsOfText, readText } from './text.ts';

/** What the form, the API or the command line brings. */
export interface NeueRueckfrage {
  /** The record: `leistung:L02950`. */
  readonly zu: string;
  readonly adressat: string;
  readonly betreff: string;
  readonly text: string;
}

/** Told in the transaction of every contribution: the worker sends the notices. */
export const beitragEvent = 'discussion.beitrag';

/** What a question can be about, whom it can ask, and whom its text can mention. */
export interface VorbereiteteFrage {
  readonly record: RecordRef;
  readonly wahl: readonly AdressatWahl[];
  readonly erwaehnbar: readonly string[];
}

/** What somebody can ask about a record, and whom. */
export async function prepareQuestion(
  deps: DiscussionDeps,
  principal: Principal | null,
  zu: string,
): Promise<Result<VorbereiteteFrage>> {
  const schreiber = await schreiberOf(deps, principal);
  if (!schreiber.ok) return schreiber;
  const record = await findRecord(deps, schreiber.value.principal, zu);
  if (!record.ok) return record;
  const { house, tenant } = schreiber.value;
  const wahl = adressatenFor(house, record.value);
  const people = (await deps.colleagues(tenant)).filter(({ email }) => email !== null);
  const names = [...people, ...wahl.map(({ recipient }) => recipient)].map(({ name }) => name);
  return ok({ record: record.value, wahl, erwaehnbar: [...new Set(names)] });
}

/** Puts a question on a record; those whom it concerns have it unread from then on. */
export async function ask(
  deps: DiscussionDeps,
  principal: Principal | null,
  input: NeueRueckfrage,
): Promise<Result<{ readonly id: string }>> {
  const schreiber = await schreiberOf(deps, principal);
  if (!schreiber.ok) return schreiber;
  const { tenant, actor, person, house } = schreiber.value;
  const record = await findRecord(deps, schreiber.value.principal, input.zu);
  if (!record.ok) return record;
  const wahl = adressatenFor(house, record.value).find(({ value }) => value === input.adressat);
  const problems = problemsOf(input, wahl);
  if (problems.length > 0 || wahl === undefined) return refuse(invalidBeitrag(problems));
  const read = await readText(deps, tenant, [house, wahl.recipient], { text: input.text, field: 'text' });
  if (isProblems(read)) return refuse(invalidBeitrag(read));
  const thread = threadOf(
    { record: record.value, wahl, betreff: input.betreff.trim() },
    house,
    deps.clock.now(),
  );
  await deps.db.withTenant(tenant, actor, async (tx) => {
    await insertRueckfrage(tx, thread);
    await insertBeitrag(tx, thread, frageOf(thread, person, read));
    await publish(tx, beitragEvent, { rueckfrage: thread.id });
    await recordAudit(tx, {
      action: 'discussion.rueckfrage.asked',
      object: { type: 'rueckfrage', id: thread.id },
      summary: { zu: recordText(record.value), adressat: wahl.adressat },
    });
  });
  return ok({ id: thread.id });
}

function problemsOf(
  { betreff, text }: NeueRueckfrage,
  wahl: AdressatWahl | undefined,
): readonly FieldProblem[] {
  const length = betreff.trim().length;
  return [
    ...(wahl === undefined ? [{ field: 'adressat', message: 'Bitte wählen Sie, wen Sie fragen.' }] : []),
    ...(length < 3 || length > 200
      ? [{ field: 'betreff', message: 'Bitte fassen Sie die Frage in 3 bis 200 Zeichen zusammen.' }]
      : []),
    ...problemsOfText(text, 'text', 'Ihre Frage'),
  ];
}

function threadOf(
  {
    record: { allgemein, tenant: _, ...record },
    wahl,
    betreff,
  }: { readonly record: RecordRef; readonly wahl: AdressatWahl; readonly betreff: string },
  house: { readonly id: string; readonly name: string },
  gestelltAm: Date,
): Rueckfrage {
  return {
    id: newId(),
    tenant: house.id,
    recipient: wahl.recipient.id,
    verbund: wahl.verbund,
    adressat: wahl.adressat,
    record,
    allgemein,
    betreff,
    haus: house.name,
    empfaenger: wahl.recipient.name,
    gestelltAm,
  };
}

function frageOf(thread: Rueckfrage, person: string, read: GelesenerText) {
  const { tenant, haus, gestelltAm: am } = thread;
  return { tenant, haus, person, am, nr: 1, fassung: 1, art: 'frage' as const, ...read };
}
