import { z } from 'zod';
import { dateParameter } from '#platform';
import { feldTypen } from '../domain/feld.ts';

const day = z.string().nullable();

const fieldSchema = z.object({
  key: z.string(),
  label: z.string(),
  tooltip: z.string(),
  hilfe: z.string(),
  pflicht: z.boolean(),
  zaehlt: z.boolean(),
  gruppe: z.string().nullable(),
  position: z.int(),
  typ: z.enum(feldTypen),
  optionen: z.array(z.object({ wert: z.string(), label: z.string() })),
  herkunft: z.enum(['system', 'anbieter', 'kommune']),
  gueltigVon: day,
  gueltigBis: day,
});

export const kindSchema = z.object({
  art: z.string(),
  label: z.string(),
  fassung: z.int().describe('Fassung der eigenen Definition; 0, solange es keine gibt'),
  geaendertAm: z.string().nullable(),
  felder: z.array(fieldSchema),
});

export const savedSchema = z.object({ key: z.string(), fassung: z.int() });
export const importedSchema = z.object({
  fassung: z.int(),
  uebernommen: z.int(),
  behalten: z.int().describe('Eigene Felder, die nicht in der Datei stehen und bleiben'),
});

/** How complete a record is. */
export const completenessSchema = z.object({
  text: z.string(),
  teil: z.int(),
  ganzes: z.int(),
  prozent: z.int().nullable().describe('abgerundet; null, wenn kein Feld zählt'),
  fehlt: z.array(z.string()),
});

export const checkedSchema = z.object({
  werte: z.record(z.string(), z.string()),
  probleme: z.array(z.object({ field: z.string(), message: z.string() })),
  vollstaendigkeit: completenessSchema,
});

const text = z.string().trim();
const grundlage = z.int().min(0).describe('Fassung der eigenen Definition, die gelesen wurde');

/** What can be said of any field; what is left out stays. */
const words = {
  label: text.optional(),
  tooltip: text.optional(),
  hilfe: text.optional(),
  pflicht: z.boolean().optional(),
  zaehlt: z.boolean().optional(),
  gruppe: text.optional(),
  position: z.int().optional(),
  optionen: z.array(text).optional(),
  gueltigVon: dateParameter.nullable(),
  gueltigBis: dateParameter.nullable(),
};

export const changeBody = z.strictObject({ grundlage, ...words });
export const addBody = z.strictObject({ grundlage, ...words, label: text, typ: z.enum(feldTypen) });
export const importBody = z.strictObject({
  grundlage,
  definition: z.unknown().describe('Was GET …/definition gibt'),
});
export const checkBody = z.strictObject({ werte: z.record(z.string(), z.string().nullable()) });
