import { z } from 'zod';
import { cent, tag } from './schemas.ts';

/** The account of one share as the API answers it. */
export const kontoSchema = z.object({
  zahler: z.string(),
  name: z.string(),
  rechnungsnummer: z.string(),
  gilt: z.boolean(),
  bruttoCent: cent,
  bezahltCent: cent,
  zurueckgezahltCent: cent,
  offenCent: cent,
  guthabenCent: cent,
  rueckzahlbarCent: cent,
  stand: z.int().describe('Zahl der Buchungen, zu nennen bei einer Rückzahlung'),
  buchungen: z.array(
    z.object({
      nummer: z.int(),
      art: z.enum(['zahlung', 'rueckzahlung']),
      cent: cent.describe('Ganze Cent; negativ, was zurückging'),
      am: tag,
      beleg: z.string(),
      bemerkung: z.string(),
    }),
  ),
});
