import { foldGerman, nearest, ok, type Result, refuse } from '#kernel';
import { formatLeikaKey, parseLeikaKey } from '#standards/leika';
import type { Catalogue, Leistung } from '../domain/catalogue.ts';
import { leistungUnknown } from '../errors.ts';

const suggested = 5;

/** Finds a Leistung by our own id (`L00001`), by its LeiKa key (with or without blanks) or by its exact name. */
export function resolveLeistung(catalogue: Catalogue, text: string): Result<Leistung> {
  const wanted = text.trim();
  const found =
    catalogue.leistungById.get(wanted.toUpperCase()) ??
    byLeika(catalogue, wanted) ??
    byName(catalogue, wanted);
  return found ? ok(found) : refuse(leistungUnknown(wanted, suggestionsFor(catalogue, wanted)));
}

function byLeika(catalogue: Catalogue, text: string): Leistung | undefined {
  const key = parseLeikaKey(text);
  return key.ok ? catalogue.leistungByLeika.get(key.value) : undefined;
}

/** By name only where one Leistung bears it. */
function byName(catalogue: Catalogue, text: string): Leistung | undefined {
  const folded = foldGerman(text);
  const found = catalogue.leistungen.filter((leistung) => foldGerman(leistung.name) === folded);
  return found.length === 1 ? found[0] : undefined;
}

function suggestionsFor(catalogue: Catalogue, text: string) {
  const digits = text.replace(/\D/g, '');
  const near =
    digits.length >= 4
      ? nearKeys(catalogue, digits)
      : nearest(text, catalogue.leistungen, (leistung) => leistung.name, suggested);
  return near.slice(0, suggested).map((leistung) => ({
    key: leistung.leika ?? leistung.id,
    label: leistung.leika ? `${leistung.name} (${formatLeikaKey(leistung.leika)})` : leistung.name,
  }));
}

/** Keys by the length of the beginning that they share. */
function nearKeys(catalogue: Catalogue, digits: string): Leistung[] {
  const shared = (key: string) => {
    let length = 0;
    while (length < key.length && key[length] === digits[length]) length += 1;
    return length;
  };
  return catalogue.leistungen
    .flatMap((leistung) => {
      const length = shared(leistung.leika ?? leistung.id.slice(1));
      return length >= 4 ? [{ leistung, length }] : [];
    })
    .toSorted((a, b) => b.length - a.length)
    .map(({ leistung }) => leistung);
}
