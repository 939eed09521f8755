import { z } from 'zod';
import type { Urteil } from '../domain/urteil.ts';
import type { Probelauf } from '../konformitaet/spielen.ts';
import type { Paketzeile } from '../store-paket.ts';
import type { GebautesPaket } from '../use-cases/bauen.ts';
import type { Dienstdetail, Dienstzeile } from '../use-cases/lesen.ts';
import type { Pruefung } from '../use-cases/pruefen.ts';
import type { Schluesselliste } from '../use-cases/schluessel.ts';
import type { Teilunterschied } from '../use-cases/vergleichen.ts';

const texts = z.array(z.string());
const stellen = z.array(z.object({ place: z.string(), worte: z.string() }));

const urteilSchema = z.object({
  portal: z.string(),
  urteil: z.enum(['voll', 'eingeschraenkt', 'nicht']),
  annahmen: z.number(),
  gruende: z.array(
    z.object({
      faehigkeit: z.string(),
      ersatz: z.string().nullable(),
      stellen,
      beleg: z
        .object({ art: z.enum(['quelle', 'annahme']), text: z.string(), url: z.string().nullable() })
        .nullable(),
    }),
  ),
});

const laufSchema = z.object({
  gespielt: z.number(),
  bestanden: z.number(),
  abweichungen: z.array(z.object({ id: z.string(), abweichungen: texts })),
  ausgelassen: texts,
  ungeprueft: texts,
});

const paketSchema = z.object({
  summe: z.string(),
  kid: z.string(),
  herkunft: z.enum(['gebaut', 'eingelesen']),
  format: z.number(),
  version: z.number(),
  bytes: z.number(),
  am: z.string(),
});

export const zeileSchema = z.object({
  dienst: z.string(),
  version: z.number(),
  titel: z.string(),
  summe: z.string().describe('Inhaltssumme, die das Paket hat oder hätte'),
  testfaelle: z.number(),
  gepackt: z.boolean(),
  urteile: z.array(z.object({ portal: z.string(), urteil: z.enum(['voll', 'eingeschraenkt', 'nicht']) })),
});

const teilSchema = z.object({ name: z.string(), bytes: z.number(), sha256: z.string() });

export const detailSchema = zeileSchema.extend({
  teile: z.array(teilSchema),
  bedarf: z.array(z.object({ faehigkeit: z.string(), stellen })),
  konformitaet: z.array(urteilSchema.extend({ lauf: laufSchema })),
  pakete: z.array(paketSchema),
});

export const gebautSchema = z.object({
  dienst: z.string(),
  version: z.number(),
  format: z.number(),
  summe: z.string(),
  kid: z.string(),
  neu: z.boolean(),
  paket: z.string().describe('Der Text des Pakets, Byte für Byte'),
});

export const unterschiedSchema = z.object({
  name: z.string(),
  art: z.enum(['gleich', 'geaendert', 'neu', 'entfallen']),
  stellen: texts,
});

export const pruefungSchema = z.object({
  dienst: z.string(),
  version: z.number(),
  titel: z.string(),
  format: z.number(),
  summe: z.string(),
  unterschrift: z.object({ kid: z.string(), inhaber: z.string() }),
  teile: z.array(teilSchema),
  konformitaet: z.array(urteilSchema),
  lauf: laufSchema,
  hier: z.object({ version: z.number(), unterschiede: z.array(unterschiedSchema) }).nullable(),
  hindernis: z.string().nullable().describe('Warum es sich hier nicht übernehmen lässt'),
  uebernommen: z.boolean(),
  angeboten: z.boolean(),
});

export const schluesselSchema = z.object({
  schluessel: z.array(
    z.object({
      kid: z.string(),
      inhaber: z.string(),
      stand: z.string(),
      seit: z.string(),
      grund: z.string(),
    }),
  ),
  eigener: z
    .record(z.string(), z.unknown())
    .nullable()
    .describe('leitwerk/paketschluessel@1, für andere zum Aufnehmen'),
});

export function zeileAnswer({ dienst, summe, faelle, gepackt, urteile }: Dienstzeile) {
  return {
    dienst: dienst.id,
    version: dienst.version,
    titel: dienst.title,
    summe,
    testfaelle: faelle,
    gepackt,
    urteile: urteile.map(({ profil, art }) => ({ portal: profil.id, urteil: art })),
  };
}

export function detailAnswer(detail: Dienstdetail) {
  return {
    ...zeileAnswer(detail),
    teile: detail.teile,
    bedarf: detail.bedarf,
    konformitaet: detail.urteile.map((urteil, index) => ({
      ...urteilAnswer(urteil),
      lauf: laufAnswer(detail.laeufe[index] ?? { durchlauf: null, ausgelassen: [], ungeprueft: [] }),
    })),
    pakete: detail.pakete.map(paketAnswer),
  };
}

function paketAnswer({ summe, kid, herkunft, format, version, bytes, am }: Paketzeile) {
  return { summe, kid, herkunft, format, version, bytes, am: am.toISOString() };
}

function urteilAnswer({ profil, art, annahmen, gruende }: Urteil) {
  return {
    portal: profil.id,
    urteil: art,
    annahmen,
    gruende: gruende.map(({ faehigkeit, stellen: places, beleg }) => ({
      faehigkeit: faehigkeit.id,
      ersatz: faehigkeit.ersatz,
      stellen: places,
      beleg,
    })),
  };
}

export function laufAnswer({ durchlauf, ausgelassen, ungeprueft }: Probelauf) {
  const all = durchlauf?.ergebnisse ?? [];
  const failed = all.filter(({ bestanden }) => !bestanden);
  return {
    gespielt: all.length,
    bestanden: all.length - failed.length,
    abweichungen: failed.map(({ id, abweichungen }) => ({ id, abweichungen })),
    ausgelassen: ausgelassen.map(({ id }) => id),
    ungeprueft,
  };
}

export function gebautAnswer({ dienst, version, format, summe, kid, neu, bytes }: GebautesPaket) {
  return { dienst, version, format, summe, kid, neu, paket: new TextDecoder().decode(bytes) };
}

export function unterschiedAnswer({ name, art, stellen: places }: Teilunterschied) {
  return { name, art, stellen: places };
}

export function pruefungAnswer(
  { paket, dienst, teile, urteile, lauf, hier }: Pruefung,
  then: { readonly hindernis: string | null; readonly uebernommen: boolean; readonly angeboten: boolean },
) {
  const { kid, inhaber } = paket.schluessel;
  return {
    dienst: dienst.id,
    version: dienst.version,
    titel: dienst.title,
    format: paket.format,
    summe: paket.summe,
    unterschrift: { kid, inhaber },
    teile,
    konformitaet: urteile.map(urteilAnswer),
    lauf: laufAnswer(lauf),
    hier: hier && { version: hier.version, unterschiede: hier.unterschiede.map(unterschiedAnswer) },
    ...then,
  };
}

export function schluesselAnswer({ liste, eigener }: Schluesselliste) {
  return {
    schluessel: liste.map(({ kid, inhaber, art, am, grund }) => ({
      kid,
      inhaber,
      stand: art,
      seit: am.toISOString(),
      grund,
    })),
    eigener: eigener && { ...eigener },
  };
}
