import { nearest, ok, type Result, refuse, type Suggestion } from '#kernel';
import type { Catalogue, Lage, OzgLeistung, Themenfeld } from '../domain/catalogue.ts';

const suggested = 5;

interface Entry<T> {
  readonly id: number;
  readonly name: string;
  readonly value: T;
}

/** Finds a Themenfeld by its number or exact name. */
export function resolveThemenfeld(catalogue: Catalogue, text: string): Result<Themenfeld> {
  return resolve('THEMENFELD', 'ein Themenfeld', catalogue.themenfelder.map(entryById), text);
}

/** Finds a Lage by its number or exact name. */
export function resolveLage(catalogue: Catalogue, text: string): Result<Lage> {
  return resolve('LAGE', 'eine Lage', catalogue.lagen.map(entryById), text);
}

/** Finds an OZG-Leistung by its number or exact name. */
export function resolveOzgLeistung(catalogue: Catalogue, text: string): Result<OzgLeistung> {
  const entries = catalogue.ozgLeistungen.map((value) => ({ id: value.ozgId, name: value.name, value }));
  return resolve('OZG', 'eine OZG-Leistung', entries, text);
}

function entryById<T extends { readonly id: number; readonly name: string }>(value: T): Entry<T> {
  return { id: value.id, name: value.name, value };
}

function resolve<T>(code: string, what: string, entries: readonly Entry<T>[], text: string): Result<T> {
  const wanted = text.trim();
  const found = entries.find(({ id }) => String(id) === wanted) ?? onlyNamed(entries, wanted);
  if (found) return ok(found.value);
  return refuse({
    kind: 'not-found',
    code: `CATALOGUE_${code}_UNKNOWN`,
    message: `Im Katalog gibt es nicht ${what} „${wanted.slice(0, 80)}“.`,
    suggestions: near(entries, wanted),
  });
}

function onlyNamed<T>(entries: readonly Entry<T>[], wanted: string): Entry<T> | undefined {
  const named = entries.filter(({ name }) => name.toLowerCase() === wanted.toLowerCase());
  return named.length === 1 ? named[0] : undefined;
}

/** Numbers suggest the numbers beside them, words the names that resemble them. */
function near<T>(entries: readonly Entry<T>[], wanted: string): readonly Suggestion[] {
  const found = /^\d{1,9}$/.test(wanted)
    ? entries
        .toSorted((a, b) => Math.abs(a.id - Number(wanted)) - Math.abs(b.id - Number(wanted)))
        .slice(0, suggested)
    : nearest(wanted.slice(0, 200), entries, ({ name }) => name, suggested);
  return found.map(({ id, name }) => ({ key: String(id), label: `${name} (${id})` }));
}
