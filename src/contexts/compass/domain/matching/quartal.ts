import type { LocalDate } from '#kernel';

/** A quarter as addresses and the database write it: `2027-Q1`. */
export type Quartal = string;

export function quartalOf(day: LocalDate): Quartal {
  return `${day.slice(0, 4)}-Q${Math.ceil(Number(day.slice(5, 7)) / 3)}`;
}

/** Parses `2027-Q1`; `null` where the text is none. */
export function parseQuartal(text: string): Quartal | null {
  const trimmed = text.trim().toUpperCase();
  return /^20\d\d-Q[1-4]$/.test(trimmed) ? trimmed : null;
}

/** The quarter of a day and those that follow it. */
export function quartaleAb(day: LocalDate, count: number): readonly Quartal[] {
  const first = Number(day.slice(0, 4)) * 4 + Math.ceil(Number(day.slice(5, 7)) / 3) - 1;
  return Array.from({ length: count }, (_, index) => {
    const at = first + index;
    return `${Math.floor(at / 4)}-Q${(at % 4) + 1}`;
  });
}

/** „1. Quartal 2027“. */
export function quartalText(quartal: Quartal): string {
  return `${quartal.slice(6)}. Quartal ${quartal.slice(0, 4)}`;
}
