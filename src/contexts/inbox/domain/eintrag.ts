import { z } from 'zod';

export const ergebnisse = ['stattgegeben', 'abgelehnt'] as const;
export type Ergebnis = (typeof ergebnisse)[number];

const words = z.string();

/** A line of a case's history; sealed as a whole, with who wrote it. */
export const eintragSchema = z.discriminatedUnion('art', [
  z.object({ art: z.literal('eingegangen'), wer: words }),
  z.object({ art: z.literal('uebernommen'), wer: words }),
  z.object({ art: z.literal('abgegeben'), wer: words, an: words }),
  z.object({ art: z.literal('rueckfrage'), wer: words, text: words }),
  z.object({ art: z.literal('nachgefordert'), wer: words, text: words, frist: words }),
  z.object({ art: z.literal('nachforderung-zurueckgenommen'), wer: words }),
  z.object({ art: z.literal('nachgereicht'), wer: words, text: words, verspaetet: z.boolean() }),
  z.object({ art: z.literal('nachricht'), wer: words, text: words }),
  z.object({ art: z.literal('kontakt'), wer: words, text: words }),
  z.object({ art: z.literal('notiz'), wer: words, text: words }),
  z.object({ art: z.literal('entschieden'), wer: words, ergebnis: z.enum(ergebnisse), text: words }),
  z.object({ art: z.literal('abgeschlossen'), wer: words, text: words }),
  z.object({ art: z.literal('zugeleitet'), wer: words, von: words, an: words, text: words }),
  z.object({ art: z.literal('weitergeleitet'), wer: words, an: words, text: words }),
  z.object({ art: z.literal('zurueckgezogen'), wer: words, text: words }),
]);
export type EintragInhalt = z.infer<typeof eintragSchema>;

/** A line of the history, opened. */
export type Eintrag = EintragInhalt & { readonly nr: number; readonly am: Date };

/** What stands as author of what the applicant did. */
export const applicantActor = 'antragsteller';

/** What an applicant writes after the submission, sealed until the worker lays it to the case. */
export const nachrichtSchema = z.object({
  art: z.enum(['nachricht', 'kontakt', 'ruecknahme']),
  text: words,
});
export type Nachricht = z.infer<typeof nachrichtSchema>;
