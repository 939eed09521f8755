import { ok, type Result, refuse } from '#kernel';
import { type Band, baender } from '../domain/vergleichbar.ts';
import { vergleichWithoutKommune } from '../figure-errors.ts';
import type { GestellteFrage } from './frage-stellen.ts';
import type { Vergleichswunsch } from './vergleichen.ts';

export const bandNamen = Object.keys(baender) as Band[];

/** What somebody wants to compare: `fuer` (else the own Kommune), `band`, `mit`. */
export function wunschOf({ betrachter }: GestellteFrage, given: URLSearchParams): Result<Vergleichswunsch> {
  const ags = given.get('fuer') || betrachter.eigene?.ags;
  if (!ags) return refuse(vergleichWithoutKommune);
  const mit = given
    .getAll('mit')
    .flatMap((value) => value.split(','))
    .filter((value) => value !== '');
  return ok({ ags, band: bandNamen.find((each) => each === given.get('band')) ?? 'mittel', mit });
}
