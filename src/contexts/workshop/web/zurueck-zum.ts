import type { Ort } from '../settings/ort.ts';
import { adresse } from './answers.ts';

/** The structure at this part's place; the next question goes where this one stands. */
export function zurueckZum(dienst: string, { element }: Ort): string {
  if (element === null) return adresse(dienst);
  const { weg, behaelter } = element;
  return adresse(dienst, '', { in: (behaelter ? weg : weg.slice(0, -1)).join('/') });
}
