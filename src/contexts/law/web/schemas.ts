import { z } from 'zod';
import { akteurArten, ebenen, schritte } from '../domain/akteur.ts';
import { bindungen, registerNamen, verpflichtete } from '../domain/eintrag.ts';
import { radarStaende } from '../domain/radar.ts';

const day = z.string().nullable();
const quelle = z.object({ title: z.string(), url: z.string().nullable() });
const belegt = {
  evidence: z.string().describe('Norm gelesen, Sekundärquelle oder Einschätzung'),
  quelle,
  validFrom: day,
  validTo: day,
  hinweis: z.string().nullable(),
};

const rolle = z.object({
  id: z.string(),
  akteurId: z.string(),
  schritt: z.enum(schritte),
  was: z.string(),
  bereich: z.object({ alle: z.boolean(), themenfelder: z.array(z.int()), ozgIds: z.array(z.int()) }),
  norm: z.string().nullable(),
  ...belegt,
});

export const akteurSchema = z.object({
  id: z.string(),
  name: z.string(),
  kurz: z.string().nullable(),
  art: z.enum(akteurArten),
  ebene: z.enum(ebenen),
  aufgabe: z.string(),
  website: z.string().nullable(),
  ...belegt,
  rollen: z.array(rolle),
});

export const werMachtWasSchema = z.object({
  art: z.enum(['leistung', 'ozg']),
  id: z.string(),
  name: z.string(),
  leistungen: z.int(),
  date: z.string(),
  beitraege: z.array(
    z.object({
      schritt: z.enum(schritte),
      herkunft: z.enum(['berechnet', 'erfasst']),
      akteurId: z.string().nullable(),
      wer: z.string(),
      was: z.string(),
      norm: z.string().nullable(),
      evidence: z.string().nullable(),
      quelle: quelle.nullable(),
      hinweis: z.string().nullable(),
    }),
  ),
  nichtBelegt: z.array(z.enum(schritte)).describe('Schritte, für die keine Quelle sagt, wer sie übernimmt'),
});

export const eintragSchema = z.object({
  id: z.string(),
  register: z.enum(registerNamen),
  titel: z.string(),
  norm: z.string(),
  art: z.string(),
  aussage: z.string(),
  ersatz: z.string().nullable(),
  lesart: z.string().nullable().describe('Welche Fassung der Norm gelesen wurde'),
  reichweite: z
    .object({
      ozgIds: z.array(z.int()),
      objekte: z.array(z.string()),
      verrichtungen: z.array(z.string()),
      schluessel: z.array(z.string()),
      leistungen: z.array(z.string()),
    })
    .nullable(),
  ...belegt,
});

export const fristSchema = z.object({
  id: z.string(),
  titel: z.string(),
  norm: z.string(),
  faelligAm: z.string(),
  verpflichtet: z.enum(verpflichtete),
  bindung: z.enum(bindungen),
  tun: z.string(),
  wer: z.string(),
  vorlaufTage: z.int(),
  ...belegt,
});

const zeile = z.object({
  id: z.string(),
  art: z.enum(['frist', 'eintrag']),
  titel: z.string(),
  norm: z.string(),
  stand: z.enum(radarStaende),
  beginnAm: day,
  faelligAm: day,
  vorlaufTage: z.int().nullable(),
  vorlaufGrund: z.string().nullable(),
  verpflichtet: z.enum(verpflichtete).nullable(),
  bindung: z.enum(bindungen).nullable(),
  tun: z.string(),
  wer: z.string(),
  evidence: z.string(),
  quelle,
  hinweis: z.string().nullable(),
  betroffen: z.int().describe('Wie viele eigene Leistungen der Punkt betrifft'),
  leistungen: z.array(z.string()),
});

export const radarSchema = z.object({
  kommune: z.object({ ags: z.string(), name: z.string() }),
  date: z.string(),
  stand: z.string(),
  luecken: z.object({
    eigene: z.int(),
    ohneSchriftform: z.int(),
    ohneBescheid: z.int(),
    ohneNutzergruppe: z.int(),
    digitalOnlyOffen: z.int(),
    ohneNachweisMarke: z.int(),
  }),
  zeilen: z.array(zeile),
});
