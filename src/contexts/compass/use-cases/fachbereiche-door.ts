import { addPerson } from './fachbereich-personen.ts';
import { assignLeistungen, createFachbereich, fachbereicheOfKommune } from './fachbereiche.ts';

/** Departments of a Kommune, for who sets one up from outside. */
export const fachbereiche = {
  create: createFachbereich,
  assign: assignLeistungen,
  addPerson,
  of: fachbereicheOfKommune,
} as const;
