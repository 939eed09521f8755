import { z } from 'zod';
import { evidenceGrades } from '#kernel';
import { efaKriterien, efaStand, efaUrteile } from '../domain/efa-kriterien.ts';
import {
  anlaesse,
  type LoesungFassung,
  type LoesungStand,
  loesungsarten,
  loesungsstatus,
  niveaus,
} from '../domain/loesung.ts';
import type { Nutzung } from '../domain/matching-gewichte.ts';
import { inhaltSchema } from '../inhalt-schema.ts';

const text = z.string().nullable();
const texts = z.array(z.string());

const enthaltenJson = z.object({
  leistungId: z.string(),
  status: z.enum(loesungsstatus),
  reifegrad11: z.int().nullable(),
  reifegrad20: z.int().nullable(),
  kommentar: text,
});

/** The content of a Lösung as the API answers it; the same object can be sent as a contribution. */
export const inhaltJson = z.object({
  name: z.string(),
  art: z.enum(loesungsarten),
  anbieter: text,
  hersteller: text,
  preisText: text,
  preisEinmaligCent: z.int().nullable(),
  preisJaehrlichCent: z.int().nullable(),
  schnittstellen: texts,
  fachverfahren: texts,
  voraussetzungen: text,
  vertrauensniveau: z.enum(niveaus).nullable(),
  zahlverfahren: texts,
  portale: texts,
  verfuegbarAb: text,
  endetAm: text,
  status: z.enum(loesungsstatus),
  efa: z.partialRecord(z.enum(efaKriterien), z.enum(efaUrteile)),
  leistungen: z.array(enthaltenJson),
  url: text,
  hinweis: text,
  quelle: z.object({ title: z.string(), url: text }),
  quelleStand: z.string(),
  evidenz: z.enum(evidenceGrades),
  felder: z.record(z.string(), z.string()).describe('Eigene Felder des IT-Dienstleisters'),
});

const { shape } = inhaltSchema;

/** A contribution of the API: name, kind, state and source are required, everything else may be left out. */
export const inhaltBody = inhaltSchema.extend({
  anbieter: shape.anbieter.default(null),
  hersteller: shape.hersteller.default(null),
  preisText: shape.preisText.default(null),
  preisEinmaligCent: shape.preisEinmaligCent.default(null),
  preisJaehrlichCent: shape.preisJaehrlichCent.default(null),
  schnittstellen: shape.schnittstellen.default([]),
  fachverfahren: shape.fachverfahren.default([]),
  voraussetzungen: shape.voraussetzungen.default(null),
  vertrauensniveau: shape.vertrauensniveau.default(null),
  zahlverfahren: shape.zahlverfahren.default([]),
  portale: shape.portale.default([]),
  verfuegbarAb: shape.verfuegbarAb.default(null),
  endetAm: shape.endetAm.default(null),
  efa: shape.efa.default({}),
  leistungen: shape.leistungen.default([]),
  url: shape.url.default(null),
  hinweis: shape.hinweis.default(null),
});

export const loesungJson = z.object({
  id: z.string(),
  herkunft: z.enum(['referenz', 'beitrag', 'angebot']),
  fassung: z.int(),
  giltAb: z.string(),
  /** Names this version: a change says which one was read. */
  grundlage: z.string(),
  statusAmStichtag: z.enum(loesungsstatus),
  terminVerstrichen: z.boolean(),
  efaStand: z.object({
    erfuellt: z.int(),
    nichtErfuellt: z.int(),
    unbekannt: z.int(),
    von: z.int(),
  }),
  inhalt: inhaltJson,
});

export function jsonOfLoesung({ id, herkunft, fassung, inhalt, status, terminVerstrichen }: LoesungStand) {
  return {
    id,
    herkunft,
    fassung: fassung.nummer,
    giltAb: fassung.giltAb,
    grundlage: fassung.hash,
    statusAmStichtag: status,
    terminVerstrichen,
    efaStand: efaStand(inhalt.efa),
    inhalt,
  };
}

export const fassungJson = z.object({
  nummer: z.int(),
  giltAb: z.string(),
  anlass: z.enum([...anlaesse, 'referenz', 'angebot', 'entfallen']),
  inhalt: inhaltJson.nullable(),
  aufgegangenIn: text,
  haus: z.string(),
  uebernommenVon: text,
});

export function jsonOfFassung({ hash: _hash, ...fassung }: LoesungFassung) {
  return fassung;
}

/** `null` is „keine Angabe“, which is something else than nobody. */
export const nutzungJson = z.object({ kommunen: z.int(), klasse: z.int().nullable() }).nullable();

export function jsonOfNutzung(nutzung: Nutzung | undefined) {
  return nutzung ?? null;
}
