import { activeMemberIds } from '#identity';
import { addDays, compareLocalDates, type LocalDate, ok, parseLocalDate, type Result, refuse } from '#kernel';
import { newId } from '#platform';
import { type PersonRolle, personRollen } from '../domain/fachbereich.ts';
import { fachbereichUnknown, invalidFachbereich } from '../errors.ts';
import { endPerson, insertPerson } from '../store-fachbereiche.ts';
import type { Editor } from './editor.ts';
import { type FachbereichDeps as Deps, isOpen, note, within } from './fachbereich-parts.ts';

/** Who shall work for a Fachbereich, as what, from when to when. */
export interface PersonEingabe {
  readonly fachbereichId: string;
  readonly mitgliedId: string;
  readonly rolle: string;
  readonly von: string;
  readonly bis: string | null;
}

/** Lets a member work for a Fachbereich between two days. */
export async function addPerson(
  deps: Deps,
  editor: Editor,
  eingabe: PersonEingabe,
): Promise<Result<{ readonly id: string }>> {
  const parsed = checkedPerson(eingabe, deps.clock.today());
  if (!parsed.ok) return parsed;
  const { fachbereichId, mitgliedId } = eingabe;
  const id = newId();
  return within(deps, editor, async (tx) => {
    if (!(await isOpen(tx, fachbereichId, deps.clock.today()))) return refuse(fachbereichUnknown);
    if (!(await activeMemberIds(tx, editor.kommune.tenant)).has(mitgliedId))
      return refuse(invalidFachbereich('mitgliedId', 'Diese Person gehört nicht zu Ihrer Kommune.'));
    await insertPerson(tx, editor.kommune.tenant, { id, fachbereichId, mitgliedId, ...parsed.value });
    await note(tx, 'person-added', fachbereichId, { mitglied: mitgliedId, rolle: parsed.value.rolle });
    return ok({ id });
  });
}

/** Ends somebody's work for a Fachbereich with today, or with the day that is named. */
export async function removePerson(
  deps: Deps,
  editor: Editor,
  id: string,
  bis: string | null = null,
): Promise<Result<null>> {
  const last = bis ? parseLocalDate(bis) : ok(addDays(deps.clock.today(), -1));
  if (!last.ok) return refuse(invalidFachbereich('bis', last.refusal.message));
  return within(deps, editor, async (tx) => {
    if (!(await endPerson(tx, id, last.value)))
      return refuse(invalidFachbereich('id', 'Diese Zuordnung gibt es nicht (mehr).'));
    await note(tx, 'person-ended', id, { bis: last.value });
    return ok(null);
  });
}

interface CheckedPerson {
  readonly rolle: PersonRolle;
  readonly von: LocalDate;
  readonly bis: LocalDate | null;
}

function checkedPerson({ rolle, von, bis }: PersonEingabe, today: LocalDate): Result<CheckedPerson> {
  const known = personRollen.find((each) => each === rolle);
  if (!known)
    return refuse(invalidFachbereich('rolle', `Die Rolle ist eine von: ${personRollen.join(', ')}.`));
  const first = von === '' ? ok(today) : parseLocalDate(von);
  if (!first.ok) return refuse(invalidFachbereich('von', first.refusal.message));
  const last = bis ? parseLocalDate(bis) : ok(null);
  if (!last.ok) return refuse(invalidFachbereich('bis', last.refusal.message));
  if (last.value !== null && compareLocalDates(last.value, first.value) < 0)
    return refuse(invalidFachbereich('bis', 'Das Ende liegt vor dem Beginn.'));
  if (known === 'vertretung' && last.value === null)
    return refuse(
      invalidFachbereich('bis', 'Eine Vertretung hat ein Ende. Bitte nennen Sie ihren letzten Tag.'),
    );
  return ok({ rolle: known, von: first.value, bis: last.value });
}
