import { z } from 'zod';
import { befugnisarten } from '../domain/befugnis.ts';
import { bestellzustaende, vergabearten } from '../domain/bestellung.ts';
import { einmaligarten } from '../domain/einmalig.ts';
import { angabenSchema, bestellinhaltSchema, preisSchema } from '../schema.ts';

const day = z.string();
const cent = z.number().int();

const preis = z.object({
  jahrCent: cent.nullable().describe('Euro-Cent je Kalenderjahr; null, solange niemand den Preis kennt'),
  ersteCent: cent.nullable(),
  einmaligCent: cent.describe('Was eine Bestellung heute einmalig kostet; ob es fällig ist, sagt „einmalig“'),
  einmalig: z.enum(einmaligarten),
  woher: z.enum(['preisblatt', 'umlage']),
  luecke: z.string().nullable(),
});

const kriterien = z.object({
  erfuellt: z.number(),
  nichtErfuellt: z.number(),
  unbekannt: z.number(),
  von: z.number(),
});

export const marktSchema = z.object({
  dienst: z.string(),
  titel: z.string(),
  fassung: z.string(),
  anbieter: z.string(),
  live: z.number(),
  preis,
  kriterien,
  luecken: z.number().nullable(),
  stand: z.string().nullable(),
  eingestelltZum: day.nullable(),
});

const wireAngaben = z.object({ ...angabenSchema.shape, eingestelltZum: day.nullable() });

const dokumentSchema = z.object({
  id: z.string(),
  titel: z.string(),
  name: z.string(),
  mediaType: z.string(),
  bytes: z.number(),
  sha256: z.string(),
  zurueckgenommenAm: z.string().nullable(),
  grund: z.string().nullable().describe('Warum es zurückgenommen ist'),
});

export const dienstSchema = z.object({
  dienst: z.string(),
  titel: z.string(),
  kurz: z.string(),
  anbieter: z.string(),
  fassungen: z.array(z.object({ fassung: z.string(), angebotenAm: z.string() })),
  leistungen: z.array(z.object({ leika: z.string(), name: z.string() })),
  live: z.number(),
  angabenNummer: z.number().describe('Die Nummer, auf der eine Änderung der Angaben beruht'),
  angaben: wireAngaben,
  kriterien,
  preisblatt: z.number().nullable(),
  preise: z.array(
    z.object({ nummer: z.number(), gueltigAb: day, inhalt: preisSchema, angegebenAm: z.string() }),
  ),
  dokumente: z.array(dokumentSchema),
  zurueckgenommen: z.array(dokumentSchema).describe('Nur für den Anbieter selbst'),
  dauer: z.object({ gemessen: z.number(), medianTage: z.number().nullable() }),
  braucht: z.object({
    parameter: z.array(z.object({ label: z.string(), pflicht: z.boolean() })),
    zustellpunkte: z.array(z.string()),
    pruefliste: z.array(z.object({ was: z.string(), wer: z.string() })).nullable(),
  }),
  eigene: z
    .object({
      kommune: z.string(),
      ags: z.string(),
      preis,
      einwohner: z.object({ zahl: z.number(), stichtag: day }).nullable(),
      luecken: z.array(z.object({ id: z.string(), name: z.string(), verdict: z.string() })),
      interessiert: z.boolean(),
      eingeladenAm: day.nullable(),
      anbindung: z.string().nullable(),
      bestellung: z.object({ id: z.string(), zustand: z.enum(bestellzustaende) }).nullable(),
      fuerAlle: z.string().nullable(),
      rahmenvereinbarung: z.string().nullable(),
    })
    .nullable(),
});

const zeitraum = z.object({ von: day, bis: day, rechnungsjahr: z.number(), cent });

export const bestellSchema = z.object({
  id: z.string(),
  dienst: z.string(),
  ags: z.string(),
  kommune: z.string(),
  zustand: z.enum(bestellzustaende),
  version: z.number(),
  inhalt: z.object({ ...bestellinhaltSchema.shape, beginn: day.nullable() }),
  vorbereitetAm: z.string(),
  geaendertAm: z.string(),
  zeichnung: z
    .object({
      am: day,
      von: z.string(),
      als: z.enum(befugnisarten),
      befugnis: z.string(),
      wie: z.enum(['hier', 'papier']),
      datei: z.string().nullable(),
    })
    .nullable(),
  entschiedenAm: day.nullable(),
  zeitraum: zeitraum.nullable(),
  grund: z.string().nullable(),
  beendetZum: day.nullable(),
});

export const bestelldetailSchema = z.object({
  ...bestellSchema.shape,
  regel: z.object({
    norm: z.string(),
    form: z.string(),
    text: z.string(),
    annahme: z.boolean(),
    quelle: z.string(),
  }),
  dokumente: z.array(dokumentSchema).describe('Wie sie galten, als die Bestellung vorbereitet wurde'),
  zeitraumHeute: zeitraum,
  fruehestesEnde: day.nullable(),
});

export const befugnisSchema = z.object({
  id: z.string(),
  name: z.string(),
  mitglied: z.string().nullable(),
  art: z.enum(befugnisarten),
  grenzeCent: cent.nullable(),
  gueltigVon: day,
  gueltigBis: day.nullable(),
  grundlage: z.string(),
  datei: z.string().nullable(),
  widerrufenZum: day.nullable(),
});

export const rahmenSchema = z.object({
  id: z.string(),
  anbieterId: z.string(),
  anbieter: z.string(),
  ags: z.string(),
  kommune: z.string(),
  titel: z.string(),
  gueltigVon: day,
  gueltigBis: day.nullable(),
  kuendigungMonate: z.number(),
  gezeichnetVon: z.string(),
  datei: z.string().nullable(),
  gekuendigtZum: day.nullable(),
});

export const sammelSchema = z.object({
  id: z.string(),
  dienst: z.string(),
  auftraggeber: z.string(),
  land: z.string().nullable(),
  ags: z.array(z.string()),
  rechtsgrundlage: z.string(),
  quelle: z.string(),
  gueltigVon: day,
  gueltigBis: day.nullable(),
  zahlt: z.enum(['auftraggeber', 'kommune']),
  gezeichnetVon: z.string(),
  gezeichnetAm: day,
  angenommenAm: day.nullable(),
  abgelehntAm: day.nullable(),
  grund: z.string().nullable(),
});

/** A file in a body, as base64. */
export const fileBody = z.strictObject({
  name: z.string().min(1).max(200),
  base64: z.base64().max(13_400_000),
});

export const bestellBody = z.strictObject({
  laufzeitJahre: z.number().int().min(1).max(10).nullable().default(null),
  laufendeVerwaltung: z.boolean().default(false),
  laufendGrund: z.string().max(1000).default(''),
  vergabe: z.enum(vergabearten),
  vergabeGrund: z.string().max(1000).default(''),
  bemerkung: z.string().max(1000).default(''),
});
