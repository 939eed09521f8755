import { z } from 'zod';

// What the API answers.

export const instant = z.string().describe('Zeitpunkt nach ISO 8601');
export const cent = z.string().describe('Ganze Cent als Ziffern');
export const tag = z.string().describe('Tag JJJJ-MM-TT');
const art = z.enum(['plan', 'ist']);

const summe = z.object({
  kosten: cent,
  netto: cent,
  steuer: cent,
  brutto: cent,
  rest: cent,
  aufrundung: cent,
});

export const planzeileSchema = z.object({
  dienst: z.string(),
  jahr: z.int(),
  art,
  fassung: z.int(),
  titel: z.string(),
  positionen: z.int(),
  zahler: z.int(),
  angegebenAm: instant,
});

export const planAnswerSchema = planzeileSchema.extend({
  inhalt: z.record(z.string(), z.unknown()).describe('Der Plan, wie er sich wieder speichern lässt'),
  summe: summe.nullable(),
  hindernis: z.string().nullable().describe('Warum sich der Plan noch nicht verteilen lässt'),
  hinweise: z.array(z.string()),
});

export const schluesselAnswerSchema = z.object({
  id: z.string(),
  fassung: z.int(),
  name: z.string(),
  art: z.string(),
  jahr: z.int(),
  angewandtFuer: z.int().nullable(),
  stand: tag.nullable(),
  quelle: z.object({ title: z.string(), url: z.string().nullable() }),
  annahme: z.boolean(),
  renormiert: z.boolean(),
  summe: z.string(),
  zahler: z.int(),
  angegebenAm: instant,
});

export const kopfSchema = z.object({
  id: z.string(),
  dienst: z.string(),
  jahr: z.int(),
  art,
  planFassung: z.int(),
  titel: z.string(),
  korrigiert: z.string().nullable(),
  grund: z.string(),
  erstelltAm: instant,
  geprueftAm: instant.nullable(),
  gestelltAm: instant.nullable(),
  faelligAm: tag.nullable(),
  zustand: z.string(),
  nummer: z.string().nullable(),
  ersetztDurch: z.string().nullable(),
  bruttoCent: cent.nullable(),
  bezahltCent: cent,
  zurueckgezahltCent: cent,
});

export const anteilSchema = z.object({
  abrechnung: z.string(),
  zahler: z.string(),
  name: z.string(),
  rechnungsnummer: z.string(),
  dienst: z.string(),
  titel: z.string(),
  haus: z.string(),
  jahr: z.int(),
  bruttoCent: cent,
  bezahltCent: cent,
  zurueckgezahltCent: cent,
  guthabenCent: cent.describe('Was Ihnen davon noch zusteht'),
  gestelltAm: instant,
  faelligAm: tag,
  korrigiert: z.string().nullable(),
  korrekturgrund: z.string().describe('Warum sie an die Stelle einer früheren tritt; sonst leer'),
  ersetztDurch: z.string().nullable(),
  ersetzungsgrund: z.string().describe('Warum sie nicht mehr gilt; sonst leer'),
  gilt: z.boolean().describe('Weder ersetzt noch aufgehoben'),
  stornonummer: z
    .string()
    .nullable()
    .describe('Die Stornorechnung, wo eine korrigierte Abrechnung diesem Zahler nichts mehr abrechnet'),
});

export const abrechnungSchema = kopfSchema.extend({
  summe,
  hinweise: z.array(z.string()),
  zahlungen: z.array(
    z.object({
      zahler: z.string(),
      name: z.string(),
      nettoCent: cent,
      steuerCent: cent,
      bruttoCent: cent,
      bezahltCent: cent,
      zurueckgezahltCent: cent,
      guthabenCent: cent,
    }),
  ),
});

const jeSzenario = z.object({ niedrig: cent, erwartet: cent, hoch: cent });

export const budgetSchema = z.object({
  abJahr: z.int(),
  weitere: z.array(z.object({ dienst: z.string(), titel: z.string() })),
  summen: z.array(z.object({ jahr: z.int(), summe: jeSzenario })),
  posten: z.array(
    z.object({
      dienst: z.string(),
      titel: z.string(),
      vorhanden: z.boolean(),
      jahre: z.array(
        z.object({
          jahr: z.int(),
          laufend: jeSzenario,
          einmalig: jeSzenario,
          foerderung: jeSzenario,
          summe: jeSzenario,
        }),
      ),
      hinweise: z.array(z.string()),
    }),
  ),
});

export const simulationSchema = z.object({
  vorher: summe,
  nachher: summe,
  unterschiede: z.array(
    z.object({
      kennung: z.string(),
      name: z.string(),
      vorher: cent,
      nachher: cent,
      unterschied: cent,
    }),
  ),
  hinweise: z.array(z.string()),
});

export const abschlussSchema = z.object({
  jahr: z.int(),
  zeilen: z.array(
    z.object({ kennung: z.string(), name: z.string(), soll: cent, ist: cent, unterschied: cent }),
  ),
  uebertraege: z.int(),
  auszahlungen: z.int(),
});

export const nutzungSchema = z.object({
  nutzung: z.array(z.object({ ags: z.string(), dienst: z.string(), monat: tag, anzahl: z.int() })),
});

export const programmSchema = z.object({
  id: z.string(),
  fassung: z.int(),
  haus: z.string(),
  titel: z.string(),
  geber: z.string(),
  leistung: z.string(),
  wer: z.string(),
  gueltigVon: tag.nullable(),
  gueltigBis: tag.nullable(),
  antragsfrist: tag.nullable(),
  quelle: z.object({ title: z.string(), url: z.string().nullable() }),
  annahme: z.boolean(),
  angegebenAm: instant,
});

export const vorgangSchema = z
  .string()
  .nullable()
  .describe('Wo der Worker noch rechnet: sein Vorgang, siehe /abrechnungen/entwuerfe/{vorgang}; sonst null');
