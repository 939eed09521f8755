import { z } from 'zod';
import type { Sammelzeile } from '../domain/sammellauf.ts';
import type { Sammellauf } from '../store-sammel.ts';
import { auftragShape } from '../store-sammel.ts';
import type { Cockpitzeile, Uebersichtszeile } from '../use-cases/read-cockpit.ts';
import type { Laufstand } from '../use-cases/sammel-steuern.ts';

export const dienstParams = z.object({ dienst: z.string() });
export const zugParams = z.object({ id: z.uuid() });

export const uebersichtSchema = z.object({
  dienst: z.string(),
  titel: z.string(),
  anbieter: z.string(),
  angebunden: z.int(),
  test: z.int(),
  live: z.int(),
  kommunen: z.int(),
});

const fortschrittSchema = z.object({ erledigt: z.int(), gefordert: z.int() });

export const cockpitzeileSchema = z.object({
  ags: z.string(),
  name: z.string(),
  kreis: z.string(),
  land: z.string(),
  phase: z.string().nullable().describe('null: nicht angebunden'),
  zustand: z.string().nullable(),
  fassung: z.string().nullable(),
  geplantAm: z.string().nullable(),
  liveSeit: z.string().nullable(),
  fortschritt: fortschrittSchema.nullable(),
  gruppen: z.record(z.string(), fortschrittSchema),
  staende: z.record(z.string(), z.string()),
  wartet: z.array(z.object({ partei: z.string(), tage: z.int() })),
  annahmen: z.int().describe('Angenommene Werte, die niemand bestätigt hat'),
});

export const zugKopfSchema = z.object({
  id: z.string(),
  dienst: z.string(),
  titel: z.string(),
  zustand: z.string(),
  angelegtAm: z.string(),
  beendetAm: z.string().nullable(),
});

export const zugSchema = zugKopfSchema.extend({
  auftrag: z.record(z.string(), z.unknown()),
  fortschritt: z.object({ prozent: z.int(), text: z.string() }).nullable(),
  kommunen: z.array(
    z.object({
      ags: z.string(),
      name: z.string(),
      von: z.string().nullable(),
      nach: z.string(),
      ergebnis: z.string(),
      meldung: z.string(),
    }),
  ),
});

export const zugWunschSchema = z.strictObject({
  auftrag: auftragShape,
  auswahl: z
    .strictObject({
      kommunen: z.array(z.string().max(12)).max(12_000).default([]).describe('AGS'),
      land: z.string().nullable().default(null).describe('Länderschlüssel; ohne ihn der eigene Kreis'),
      kreis: z.string().nullable().default(null),
      klasse: z.string().nullable().default(null).describe('Größenklasse'),
    })
    .prefault({}),
  erfunden: z.boolean().default(false).describe('In der Vorführung: was fehlt, mit erfundenen Werten füllen'),
});

export const annahmeSchema = z.object({
  parameter: z.string(),
  label: z.string(),
  art: z.string().describe('Art der Angabe; ein Betrag (money) steht in Cent'),
  wert: z.unknown(),
  quelle: z.string(),
  bestaetigt: z.boolean(),
});

export function uebersichtAnswer(zeile: Uebersichtszeile): z.input<typeof uebersichtSchema> {
  return { ...zeile };
}

export function cockpitzeileAnswer(zeile: Cockpitzeile): z.input<typeof cockpitzeileSchema> {
  const { gruppen, staende, wartet, fortschritt, punkt: _, klasse: __, ...rest } = zeile;
  return {
    ...rest,
    fortschritt: fortschritt && { ...fortschritt },
    gruppen: Object.fromEntries(gruppen),
    staende: Object.fromEntries(staende),
    wartet: wartet.map((each) => ({ ...each })),
  };
}

export function zugKopfAnswer(lauf: Sammellauf): z.input<typeof zugKopfSchema> {
  const { id, dienst, titel, zustand } = lauf;
  const beendetAm = lauf.beendetAm?.toISOString() ?? null;
  return { id, dienst, titel, zustand, angelegtAm: lauf.angelegtAm.toISOString(), beendetAm };
}

export function zugAnswer({ lauf, zeilen, vorgang }: Laufstand): z.input<typeof zugSchema> {
  return {
    ...zugKopfAnswer(lauf),
    auftrag: { ...lauf.auftrag },
    fortschritt: vorgang && { prozent: vorgang.percent, text: vorgang.message },
    kommunen: zeilen.map(kommuneAnswer),
  };
}

function kommuneAnswer({ ags, name, von, nach, ergebnis, meldung }: Sammelzeile) {
  return { ags, name, von, nach, ergebnis, meldung };
}
