import { z } from 'zod';
import { wortArten } from '../domain/finder-input.ts';
import type { Lebenslage } from '../domain/lebenslage.ts';
import { aktionen, entscheidungen, type Vorschlag } from '../domain/vorschlag.ts';
import { zielgruppen } from '../domain/zielgruppe.ts';
import type { GuidedLebenslage } from '../use-cases/find-lebenslage.ts';
import type { Antwort } from '../use-cases/find-leistungen.ts';

/** What the API and the commands answer. */

const grund = z.object({
  woerter: z.array(z.string()),
  feld: z.string().describe('Worin die Wörter gefunden wurden'),
  text: z.string(),
});

export const antwortJson = z.object({
  frage: z.string().describe('Was gesucht wurde, ohne den Ort'),
  ort: z.object({ name: z.string(), kette: z.array(z.string()) }).nullable(),
  orte: z
    .array(z.object({ ags: z.string(), name: z.string() }))
    .describe('Die Orte zur Wahl, wenn der genannte Name mehreren gehört'),
  meinten: z.string().nullable().describe('Die Suche, wie sie wohl gemeint war'),
  gesamt: z.int(),
  treffer: z.array(
    z.object({
      leistungId: z.string(),
      ozgId: z.int().nullable(),
      name: z.string(),
      ozgName: z.string(),
      weitere: z.int().describe('So viele weitere Leistungen hat dieselbe OZG-Leistung'),
      geschwister: z.array(z.string()).describe('Diejenigen davon, die auch selbst passen'),
      grund,
      score: z.number().describe('0 bis 1; 1, wenn alles passt'),
      ars: z.string().nullable().describe('Das Gebiet, dessen Text dafür sprach'),
    }),
  ),
  facetten: z.object({
    themenfelder: z.array(z.object({ themenfeldId: z.int(), anzahl: z.int() })),
    zielgruppen: z.object({ buerger: z.int(), unternehmen: z.int() }),
    online: z.int(),
  }),
});

/** An answer with scores that read well. */
export function jsonOfAntwort(antwort: Antwort): z.input<typeof antwortJson> {
  return {
    ...antwort,
    orte: antwort.orte.map((each) => ({ ...each })),
    ort: antwort.ort && { name: antwort.ort.name, kette: [...antwort.ort.kette] },
    treffer: antwort.treffer.map(({ grund: why, ...treffer }) => ({
      ...treffer,
      geschwister: [...treffer.geschwister],
      grund: { ...why, woerter: [...why.woerter] },
      score: Math.min(1, Math.round(treffer.score * 1_000) / 1_000),
    })),
    facetten: {
      ...antwort.facetten,
      themenfelder: antwort.facetten.themenfelder.map((each) => ({ ...each })),
    },
  };
}

export const vorschlagJson = z.object({
  id: z.string(),
  aktion: z.enum(aktionen),
  ozgId: z.int().nullable(),
  leistungId: z.string().nullable(),
  art: z.enum(wortArten),
  sprache: z.string(),
  wort: z.string(),
  begruendung: z.string(),
  haus: z.string(),
  vorgeschlagenAm: z.string(),
  entscheidung: z.enum(entscheidungen).nullable(),
  entschiedenAm: z.string().nullable(),
});

/** A proposal without the persons behind it. */
export function jsonOfVorschlag(vorschlag: Vorschlag): z.input<typeof vorschlagJson> {
  const { id, aktion, ozgId, leistungId, art, sprache, wort, begruendung, haus, entscheidung } = vorschlag;
  return {
    id,
    aktion,
    ozgId,
    leistungId,
    art,
    sprache,
    wort,
    begruendung,
    haus,
    vorgeschlagenAm: vorschlag.vorgeschlagenAm.toISOString(),
    entscheidung,
    entschiedenAm: vorschlag.entschiedenAm?.toISOString() ?? null,
  };
}

const rang = z.object({ leistungId: z.string(), ozgId: z.int().nullable(), name: z.string() });
export const vergleichJson = z.object({ woerter: z.string(), vorher: z.array(rang), nachher: z.array(rang) });

export const lebenslageKurzJson = z.object({
  id: z.string(),
  titel: z.string(),
  kurz: z.string(),
  zielgruppe: z.enum(zielgruppen),
  schritte: z.int(),
});

export function jsonOfLebenslage(lage: Lebenslage): z.input<typeof lebenslageKurzJson> {
  const { id, titel, kurz, zielgruppe, schritte } = lage;
  return { id, titel, kurz, zielgruppe, schritte: schritte.length };
}

export const lebenslageJson = lebenslageKurzJson.extend({
  schritte: z.array(
    z.object({
      titel: z.string(),
      satz: z.string(),
      leistungen: z.array(z.object({ id: z.string(), name: z.string(), ozgId: z.int().nullable() })),
    }),
  ),
});

export function jsonOfGuided(lage: GuidedLebenslage): z.input<typeof lebenslageJson> {
  const { id, titel, kurz, zielgruppe, schritte } = lage;
  return {
    id,
    titel,
    kurz,
    zielgruppe,
    schritte: schritte.map((schritt) => ({ ...schritt, leistungen: [...schritt.leistungen] })),
  };
}
