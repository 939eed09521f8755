import type { Brand, LocalDate } from '#kernel';

/** A month, `YYYY-MM`. Texts of it sort as the months do. */
export type Monat = Brand<string, 'Monat'>;

const shape = /^(19|20)\d{2}-(0[1-9]|1[0-2])$/;

export function isMonat(text: string): text is Monat {
  return shape.test(text);
}

/** A month that stands in our own code or data; throws where it is none. */
export function monat(text: string): Monat {
  if (!isMonat(text)) throw new Error(`„${text}“ ist kein Monat der Form JJJJ-MM.`);
  return text;
}

/** The month in which a day lies. */
export function monatOf(date: LocalDate): Monat {
  return monat(date.slice(0, 7));
}

/** The month `steps` after another. */
export function nextMonat(of: Monat, steps = 1): Monat {
  const index = indexOf(of) + steps;
  return monat(`${Math.floor(index / 12)}-${String((index % 12) + 1).padStart(2, '0')}`);
}

/** How many months lie from one to another, both counted; 0 where the second is before the first. */
export function monateBetween(von: Monat, bis: Monat): number {
  return Math.max(0, indexOf(bis) - indexOf(von) + 1);
}

/** All months from one to another, both inclusive. */
export function alleMonate(von: Monat, bis: Monat): readonly Monat[] {
  return Array.from({ length: monateBetween(von, bis) }, (_, step) => nextMonat(von, step));
}

/** `07/2026`, as German readers write it. */
export function formatMonat(of: Monat): string {
  return `${of.slice(5)}/${of.slice(0, 4)}`;
}

function indexOf(of: Monat): number {
  return Number(of.slice(0, 4)) * 12 + Number(of.slice(5)) - 1;
}
