import { ok, type Result, refuse } from '#kernel';
import type { FieldsDeps } from '../deps.ts';
import type { Feldangabe } from '../domain/angabe.ts';
import {
  angabeOf,
  changed,
  eingabeOf,
  type Feldaenderung,
  type Feldeingabe,
  problemsOfField,
} from '../domain/check-field.ts';
import type { Datensatzart } from '../domain/feld.ts';
import { ownKey } from '../domain/own-key.ts';
import { changedMeanwhile, invalidField, notYours, tooManyFields } from '../errors.ts';
import type { Editor } from './person.ts';
import { darfFeldAendern, type Felderstand, findField, readKind } from './read-fields.ts';
import { saveDefinition } from './save-definition.ts';

const mostOwnFields = 200;
const stepOfPositions = 10;

/** Which field came of it, and in which state of the definition. */
export interface GeaendertesFeld {
  readonly key: string;
  readonly fassung: number;
}

/** Changes what is said about one field; what is not named stays. The type of a field never changes. */
export async function changeField(
  deps: FieldsDeps,
  editor: Editor,
  place: { readonly art: string; readonly key: string; readonly grundlage: number },
  change: Feldaenderung,
): Promise<Result<GeaendertesFeld>> {
  const stand = await currentKind(deps, editor, place);
  if (!stand.ok) return stand;
  const { kind, felder, eigene } = stand.value;
  const found = findField(felder, place.key);
  if (!found.ok) return found;
  if (!darfFeldAendern(editor, found.value, eigene)) return refuse(notYours);
  const eingabe = changed(eingabeOf(found.value), change);
  const beside = felder.filter(({ key }) => key !== place.key);
  const problems = problemsOfField(eingabe, found.value.herkunft !== 'system', beside);
  if (problems.length > 0) return refuse(invalidField(problems));
  const angabe = angabeOf(place.key, eingabe, declaredOf(kind, place.key));
  const others = (eigene?.felder ?? []).filter(({ key }) => key !== place.key);
  const saved = await saveDefinition(deps, editor, {
    ...place,
    felder: [...others, angabe],
    action: 'changed',
    about: [place.key],
  });
  return saved.ok ? ok({ key: place.key, fassung: saved.value.fassung }) : saved;
}

/** Adds a field of one's own; its key follows from its label and never changes. */
export async function addField(
  deps: FieldsDeps,
  editor: Editor,
  place: { readonly art: string; readonly grundlage: number },
  eingabe: Feldeingabe,
): Promise<Result<GeaendertesFeld>> {
  const stand = await currentKind(deps, editor, place);
  if (!stand.ok) return stand;
  const { felder, eigene } = stand.value;
  const own: readonly Feldangabe[] = eigene?.felder ?? [];
  if (own.filter(({ eigen }) => eigen !== null).length >= mostOwnFields) return refuse(tooManyFields);
  const problems = problemsOfField(eingabe, true, felder);
  if (problems.length > 0) return refuse(invalidField(problems));
  const key = ownKey(editor.ebene, eingabe.label, new Set(felder.map((feld) => feld.key)));
  const last = felder.at(-1)?.position ?? 0;
  const placed = { ...eingabe, position: eingabe.position ?? Math.min(last + stepOfPositions, 99_999) };
  const angabe = angabeOf(key, placed, null);
  const saved = await saveDefinition(deps, editor, {
    ...place,
    felder: [...own, angabe],
    action: 'added',
    about: [key],
  });
  return saved.ok ? ok({ key, fassung: saved.value.fassung }) : saved;
}

/** The kind as it is now; refuses where it is no longer as it was read. */
async function currentKind(
  deps: FieldsDeps,
  editor: Editor,
  { art, grundlage }: { readonly art: string; readonly grundlage: number },
): Promise<Result<Felderstand>> {
  deps.reader.expire();
  const stand = await readKind(deps, editor, art);
  if (!stand.ok) return stand;
  return (stand.value.eigene?.fassung ?? 0) === grundlage ? stand : refuse(changedMeanwhile);
}

/** The declaration of a field with the position that it has of itself; `null` for an own field. */
export function declaredOf({ felder }: Datensatzart, key: string) {
  const index = felder.findIndex((one) => one.key === key);
  const feld = felder[index];
  return feld ? { feld, position: (index + 1) * stepOfPositions } : null;
}
