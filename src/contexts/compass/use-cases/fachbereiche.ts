import { activeMemberIds } from '#identity';
import { addDays, compareLocalDates, type LocalDate, ok, parseLocalDate, type Result, refuse } from '#kernel';
import { type AuditEntry, newId, recordAudit, type Tx } from '#platform';
import {
  type Fachbereich,
  type Fachbereiche,
  type PersonRolle,
  personRollen,
  type RegelArt,
  regelArten,
} from '../domain/fachbereich.ts';
import type { CompassDeps } from '../doors-deps.ts';
import { fachbereichChanged, fachbereichUnknown, invalidFachbereich, nameTaken } from '../errors.ts';
import {
  deleteRegel,
  endPerson,
  insertFachbereich,
  insertPerson,
  putRegel,
  readFachbereiche,
  updateFachbereich,
} from '../store-fachbereiche.ts';
import type { Editor, Reader } from './editor.ts';

type Deps = Pick<CompassDeps, 'db' | 'clock' | 'world'>;

/** Everything about the Fachbereiche of a Kommune. */
export function fachbereicheOfKommune(
  { db }: Pick<CompassDeps, 'db'>,
  { actor, kommune }: Pick<Reader, 'actor' | 'kommune'>,
): Promise<Fachbereiche> {
  return db.withTenant(kommune.tenant, actor, readFachbereiche);
}

/** Adds a Fachbereich. */
export async function createFachbereich(
  deps: Deps,
  editor: Editor,
  name: string,
): Promise<Result<{ readonly id: string }>> {
  const wanted = checkedName(name);
  if (!wanted.ok) return wanted;
  const id = newId();
  return within(deps, editor, async (tx) => {
    const made = { id, name: wanted.value };
    if (!(await insertFachbereich(tx, editor.kommune.tenant, made, deps.clock.now())))
      return refuse(nameTaken(wanted.value));
    await note(tx, 'created', id, { name: wanted.value });
    return ok({ id });
  });
}

/** What becomes of a Fachbereich: another name, or a last day (`null` takes the end back). */
export interface FachbereichAenderung {
  readonly id: string;
  /** The fassung that the person had before their eyes. */
  readonly fassung: number;
  readonly name?: string;
  readonly endetAm?: string | null;
}

/** Renames or ends a Fachbereich. Statements that name it stay as they are; its rules count until its end. */
export async function changeFachbereich(
  deps: Deps,
  editor: Editor,
  { id, fassung, name, endetAm }: FachbereichAenderung,
): Promise<Result<Fachbereich>> {
  const wanted = name === undefined ? ok(undefined) : checkedName(name);
  if (!wanted.ok) return wanted;
  const end = endetAm ? parseLocalDate(endetAm) : ok(null);
  if (!end.ok) return refuse(invalidFachbereich('endetAm', end.refusal.message));
  return within(deps, editor, async (tx) => {
    const all = (await readFachbereiche(tx)).fachbereiche;
    const current = all.find((each) => each.id === id);
    if (current === undefined) return refuse(fachbereichUnknown);
    const next: Fachbereich = {
      ...current,
      fassung,
      name: wanted.value ?? current.name,
      endetAm: endetAm === undefined ? current.endetAm : end.value,
    };
    if (next.endetAm === null && all.some((each) => isSameName(each, next)))
      return refuse(nameTaken(next.name));
    if (!(await updateFachbereich(tx, next))) return refuse(fachbereichChanged);
    await note(tx, 'changed', id, { name: next.name, endetAm: next.endetAm });
    return ok({ ...next, fassung: fassung + 1 });
  });
}

/** Gives a Themenfeld, an OZG-Leistung or one Leistung to a Fachbereich; with no Fachbereich it is taken away. */
export async function assignLeistungen(
  deps: Deps,
  editor: Editor,
  regel: { readonly art: string; readonly ziel: string; readonly fachbereichId: string | null },
): Promise<Result<null>> {
  const art = regelArten.find((each) => each === regel.art);
  if (!art || !(await isZiel(deps, art, regel.ziel)))
    return refuse(
      invalidFachbereich('ziel', 'Das gibt es im Katalog nicht. Bitte wählen Sie aus der Liste.'),
    );
  const { ziel, fachbereichId } = regel;
  return within(deps, editor, async (tx) => {
    if (fachbereichId === null) {
      if (await deleteRegel(tx, art, ziel)) await note(tx, 'rule-removed', `${art} ${ziel}`, {});
      return ok(null);
    }
    if (!(await isOpen(tx, fachbereichId, deps.clock.today()))) return refuse(fachbereichUnknown);
    await putRegel(tx, editor.kommune.tenant, { art, ziel, fachbereichId });
    await note(tx, 'rule-set', fachbereichId, { art, ziel });
    return ok(null);
  });
}

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

function within<T>({ db }: Deps, { kommune, actor }: Editor, act: (tx: Tx) => Promise<Result<T>>) {
  return db.withTenant(kommune.tenant, actor, act);
}

function note(tx: Tx, verb: string, id: string, summary: NonNullable<AuditEntry['summary']>): Promise<void> {
  return recordAudit(tx, {
    action: `compass.fachbereich.${verb}`,
    object: { type: 'compass.fachbereich', id },
    summary,
  });
}

function checkedName(text: string): Result<string> {
  const name = text.trim().replaceAll(/\s+/g, ' ');
  return name.length >= 2 && name.length <= 120
    ? ok(name)
    : refuse(invalidFachbereich('name', 'Bitte nennen Sie einen Namen mit 2 bis 120 Zeichen.'));
}

function isSameName(a: Fachbereich, b: Fachbereich): boolean {
  return a.id !== b.id && a.endetAm === null && a.name.toLowerCase() === b.name.toLowerCase();
}

async function isOpen(tx: Tx, id: string, today: LocalDate): Promise<boolean> {
  const { fachbereiche } = await readFachbereiche(tx);
  return fachbereiche.some((each) => each.id === id && (each.endetAm === null || each.endetAm >= today));
}

async function isZiel({ world }: Deps, art: RegelArt, ziel: string): Promise<boolean> {
  const { catalogue } = await world();
  if (art === 'leistung') return catalogue.leistungById.has(ziel);
  const number = /^\d{1,6}$/.test(ziel) ? Number(ziel) : -1;
  return art === 'ozg' ? catalogue.ozgById.has(number) : catalogue.themenfeldById.has(number);
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
