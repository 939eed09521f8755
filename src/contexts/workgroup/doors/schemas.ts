import { z } from 'zod';
import { beschlussZustaende, gewichtungen } from '../domain/abstimmung.ts';
import { aufgabeZustaende } from '../domain/aufgabe.ts';
import { frageListen, frageZustaende } from '../domain/frage.ts';
import { formen, sitzungZustaende, teilnahmen } from '../domain/sitzung.ts';

const text = z.string();
const maybe = z.string().nullable();

export const sitzungKurz = z.object({
  id: text,
  gruppe: text,
  nummer: z.int(),
  titel: text,
  tag: text,
  beginn: text,
  ende: text,
  form: z.enum(formen),
  ort: text,
  zustand: z.enum(sitzungZustaende),
});

export const sitzSchema = z.object({
  id: text,
  gruppe: text,
  haus: text,
  ags: maybe,
  besetzt: z.boolean(),
  seit: text,
  bis: maybe,
});
export const gastSchema = z.object({
  id: text,
  gruppe: text,
  name: text,
  organisation: text,
  email: text,
  loeschenAm: text,
});

const ziel = z.object({ art: text, id: text, name: text, href: text });

const ergebnis = z.object({
  ja: z.number(),
  nein: z.number(),
  enthaltung: z.number(),
  stimmen: z.int(),
  angenommen: z.boolean(),
  saetze: text,
});

export const beschlussSchema = z.object({
  id: text,
  sitzung: text,
  nummer: z.int(),
  titel: text,
  text,
  zustand: z.enum(beschlussZustaende),
  gewichtung: z.enum(gewichtungen),
  ergebnis: ergebnis.nullable(),
  betrifft: z.array(ziel),
});

export const aufgabeSchema = z.object({
  id: text,
  titel: text,
  zustand: z.enum(aufgabeZustaende),
  zustaendig: maybe,
  faellig: maybe,
  sitzung: maybe,
  beschluss: maybe,
  vermerk: text,
});

export const frageSchema = z.object({
  id: text,
  betreff: text,
  zu: text,
  zuName: text,
  haus: text,
  zustand: z.enum(frageZustaende),
  liste: z.enum(frageListen),
  zustaendig: maybe,
  sitzung: maybe.describe('Die nächste Sitzung, auf deren Tagesordnung sie steht'),
  vertagt: z.int(),
  antwort: maybe,
});

export const sitzungSchema = sitzungKurz.extend({
  fassung: z.int(),
  link: text,
  abstandMonate: z.int().nullable(),
  grund: text,
  folgetermin: maybe,
  punkte: z.array(
    z.object({ id: text, beginn: text, titel: text, minuten: z.int(), zustaendig: maybe, text }),
  ),
  fragen: z.array(frageSchema),
  unterlagen: z.array(
    z.object({ id: text, name: text, mediaType: text, bytes: z.int(), punkt: text.nullable() }),
  ),
  anmeldungen: z.array(z.object({ haus: text, teilnahme: z.enum(teilnahmen) })),
  anwesend: text,
  beschluesse: z.array(beschlussSchema),
  aufgaben: z.array(aufgabeSchema),
  notizen: z.array(z.object({ id: text, punkt: maybe, fassung: z.int(), text, haus: text, am: text })),
});

const betroffene = z.object({ anzahl: z.int(), namen: z.array(z.string()) });

export const blattSchema = z.object({
  von: text,
  bis: text,
  teile: z.array(
    z.object({
      key: text,
      titel: text,
      gesamt: z.int(),
      zeilen: z.array(
        z.object({
          tag: text,
          titel: text,
          text,
          quelle: text,
          href: maybe,
          kommunen: betroffene,
          leistungen: betroffene,
        }),
      ),
    }),
  ),
});

export const paketSchema = z.object({
  person: maybe,
  rolle: text,
  haus: text,
  stand: text,
  teile: z.array(
    z.object({
      titel: text,
      gesamt: z.int(),
      zeilen: z.array(z.object({ text, zusatz: text, tag: maybe, href: maybe })),
    }),
  ),
});

export const dateiSchema = z.object({ name: text, mediaType: text, base64: text });
