import { z } from 'zod';
import type { Beschreibung, MergedBeschreibung } from '../domain/beschreibung.ts';
import type { EigenerText, TextInhalt } from '../domain/eigener-text.ts';
import type { AreaDescription, TextDetail, TextListRow } from '../use-cases/read-texts.ts';

const abschnittSchema = z.object({ modul: z.string(), inhalt: z.string() });

export const beschreibungSchema = z.object({
  id: z.string(),
  ars: z.string(),
  ebene: z.string(),
  name: z.string(),
  sprache: z.string(),
  abschnitte: z.array(abschnittSchema),
  suchbegriffe: z.array(z.string()),
  stand: z.string(),
  redaktion: z.string(),
  quelle: z.string(),
  gueltigVon: z.string().nullable(),
  gueltigBis: z.string().nullable(),
});

export const mergedSchema = z.object({
  name: z.string(),
  abschnitte: z.array(
    abschnittSchema.extend({
      ebene: z.string(),
      redaktion: z.string(),
      stand: z.string(),
      quelle: z.string(),
    }),
  ),
  suchbegriffe: z.array(z.string()),
  stand: z.string(),
});

export const areaSchema = z.object({
  leistung: z.object({ id: z.string(), name: z.string() }),
  ars: z.string(),
  ebenen: z.array(beschreibungSchema).describe('Die speziellste zuerst'),
  zusammen: mergedSchema.nullable().describe('Je Abschnitt der Text der speziellsten Ebene'),
});

const inhaltSchema = z.object({
  name: z.string(),
  abschnitte: z.record(z.string(), z.string()).describe('Nach dem Code des LeiKa-Textmoduls'),
  suchbegriffe: z.array(z.string()),
  pruefenBis: z.string(),
});

export const listSchema = z.object({
  kommune: z.string(),
  texte: z.array(
    z.object({
      leistung: z.object({ id: z.string(), name: z.string() }),
      sprache: z.string(),
      nummer: z.number().describe('0, wo nichts veröffentlicht ist'),
      veroeffentlicht: z.boolean(),
      entwurf: z.boolean(),
      pruefenBis: z.string().nullable(),
      faellig: z.boolean(),
    }),
  ),
});

export const detailSchema = z.object({
  leistung: z.object({ id: z.string(), name: z.string() }),
  sprache: z.string(),
  entwurf: inhaltSchema.extend({ version: z.number() }).nullable(),
  versionen: z.array(
    z.object({ nummer: z.number(), inhalt: inhaltSchema.nullable(), am: z.string(), von: z.string() }),
  ),
  darueber: z.array(beschreibungSchema),
});

export function jsonOfBeschreibung({ leistungId: _, leika: __, ...rest }: Beschreibung) {
  return rest;
}

export function jsonOfMerged({ abschnitte, ...rest }: MergedBeschreibung) {
  return { ...rest, abschnitte: abschnitte.map(({ id: _, ...each }) => each) };
}

export function jsonOfArea({ leistung, ars, ebenen, merged }: AreaDescription) {
  return {
    leistung: { id: leistung.id, name: leistung.name },
    ars,
    ebenen: ebenen.map(jsonOfBeschreibung),
    zusammen: merged && jsonOfMerged(merged),
  };
}

export function jsonOfList(kommune: string, rows: readonly TextListRow[]) {
  return {
    kommune,
    texte: rows.map(({ leistung, sprache, text, entwurf, faellig }) => ({
      leistung,
      sprache,
      nummer: text?.nummer ?? 0,
      veroeffentlicht: text?.inhalt != null,
      entwurf: entwurf !== null,
      pruefenBis: text?.inhalt?.pruefenBis ?? null,
      faellig,
    })),
  };
}

export function jsonOfDetail({ leistung, sprache, entwurf, versionen, darueber }: TextDetail) {
  return {
    leistung: { id: leistung.id, name: leistung.name },
    sprache,
    entwurf: entwurf && { version: entwurf.version, ...jsonOfInhalt(entwurf.inhalt) },
    versionen: versionen.map(jsonOfVersion),
    darueber: darueber.map(jsonOfBeschreibung),
  };
}

function jsonOfVersion({ nummer, inhalt, veroeffentlichtAm, veroeffentlichtVon }: EigenerText) {
  return {
    nummer,
    inhalt: inhalt && jsonOfInhalt(inhalt),
    am: veroeffentlichtAm.toISOString(),
    von: veroeffentlichtVon,
  };
}

function jsonOfInhalt({ name, abschnitte, suchbegriffe, pruefenBis }: TextInhalt) {
  return {
    name,
    abschnitte: Object.fromEntries(abschnitte.map(({ modul, inhalt }) => [modul, inhalt])),
    suchbegriffe,
    pruefenBis,
  };
}
