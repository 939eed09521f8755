import { ok, type Result, refuse } from '#kernel';
import type { FieldsDeps } from '../deps.ts';
import type { Datensatzart, Feld } from '../domain/feld.ts';
import { fieldUnknown, kindUnknown } from '../errors.ts';
import { type FassungRow, readFassungen, type StoredDefinition } from '../store.ts';
import type { Leser } from './person.ts';

/** A kind of record with its fields as they hold for an organisation. */
export interface Felderstand {
  readonly kind: Datensatzart;
  readonly felder: readonly Feld[];
  /** What the organisation itself said last; `null` before it said anything. */
  readonly eigene: StoredDefinition | null;
}

/** Finds a kind by its name. */
export function findKind({ kinds }: Pick<FieldsDeps, 'kinds'>, art: string): Result<Datensatzart> {
  const kind = kinds.find((one) => one.art === art);
  return kind ? ok(kind) : refuse(kindUnknown(art, kinds));
}

/** One kind with its fields. */
export async function readKind(
  deps: Pick<FieldsDeps, 'kinds' | 'reader'>,
  { tenant }: Pick<Leser, 'tenant'>,
  art: string,
): Promise<Result<Felderstand>> {
  const kind = findKind(deps, art);
  if (!kind.ok) return kind;
  const definitionen = await deps.reader.definitionsFor(tenant);
  const eigene = definitionen.find((one) => one.tenant === tenant && one.art === art) ?? null;
  return ok({ kind: kind.value, felder: await deps.reader.fieldsFor(tenant, art), eigene });
}

/** All kinds with their fields. */
export async function readKinds(
  deps: Pick<FieldsDeps, 'kinds' | 'reader'>,
  reader: Pick<Leser, 'tenant'>,
): Promise<readonly Felderstand[]> {
  const all = await Promise.all(deps.kinds.map(({ art }) => readKind(deps, reader, art)));
  return all.flatMap((one) => (one.ok ? [one.value] : []));
}

/** One field of a kind. */
export function findField(felder: readonly Feld[], key: string): Result<Feld> {
  const feld = felder.find((one) => one.key === key);
  return feld ? ok(feld) : refuse(fieldUnknown(key, felder));
}

/** Whether an organisation may change a field: its own, and an IT-Dienstleister those that the code declares. */
export function darfFeldAendern(
  { ebene, darfAendern }: Leser,
  feld: Feld,
  eigene: StoredDefinition | null,
): boolean {
  if (!darfAendern) return false;
  if (feld.herkunft === 'system') return ebene === 'anbieter';
  return eigene?.felder.some(({ key, eigen }) => key === feld.key && eigen !== null) === true;
}

/** The states of the own definition, newest first. */
export function readHistory(
  { db }: Pick<FieldsDeps, 'db'>,
  { tenant, actor }: Leser,
  art: string,
): Promise<readonly FassungRow[]> {
  return db.withTenant(tenant, actor, (tx) => readFassungen(tx, art));
}
