import type { FieldProblem, Refusal } from '#kernel';
import { formatInstant, type MatrixRow } from '#ui';
import type { Stand } from '../domain/stand.ts';
import { isKonflikt } from '../errors.ts';
import type { StandListe, StandZeile } from '../use-cases/stand-liste.ts';
import { werText } from '../views/feld-text.ts';
import { matrixFelder, matrixValues } from './matrix-columns.ts';

/** A row as it is stored. */
export function plainRow({ ort, stand, pflichtlage, gesperrt }: StandZeile): MatrixRow {
  return {
    key: ort.id,
    label: ort.name,
    href: `/stand/${ort.id}`,
    note: [ort.themenfeld, pflichtlage === 'selbst' ? null : pflichtlage].filter(Boolean).join(', '),
    fassung: stand?.fassung ?? 0,
    values: matrixValues(stand),
    readOnly: gesperrt?.message,
  };
}

interface UnsavedRow {
  readonly typed: NonNullable<MatrixRow['typed']>;
  readonly reason: Refusal | null;
  readonly refused: Readonly<Record<string, string>>;
  readonly undecided: boolean;
  readonly liste: StandListe;
}

/** A row as it was typed, with what is wrong with it or who saved in between. */
export function unsavedRow(
  zeile: StandZeile,
  { typed, reason, refused, undecided, liste }: UnsavedRow,
): MatrixRow {
  const row = plainRow(zeile);
  const newest = reason && isKonflikt(reason) ? reason.konflikt.inzwischen : undecided ? zeile.stand : null;
  const cells = cellProblems(zeile.ort.id, reason).map(({ field, message }) => [
    field.split(':')[0] ?? '',
    message,
  ]);
  const problems = { ...refused, ...Object.fromEntries(cells) };
  if (newest === null) return { ...row, typed, problems };
  return {
    ...row,
    typed,
    problems,
    fassung: newest.fassung,
    values: matrixValues(newest),
    conflict: conflictOf(newest, liste),
  };
}

function conflictOf({ angegebenVon, angegebenAm }: Stand, { personen }: StandListe) {
  return {
    by: werText(personen, angegebenVon),
    at: `${formatInstant(angegebenAm)} Uhr`.replace('Uhr Uhr', 'Uhr'),
  };
}

/** What is wrong with cells of a row; what belongs to no column stands at the Zustand. */
export function cellProblems(row: string, reason: Refusal | null): readonly FieldProblem[] {
  if (reason === null || isKonflikt(reason)) return [];
  const fields = reason.fields ?? [{ field: 'zustand', message: reason.message }];
  return fields.map(({ field, message }) => ({
    field: `${matrixFelder.find((each) => each === field) ?? 'zustand'}:${row}`,
    message,
  }));
}
