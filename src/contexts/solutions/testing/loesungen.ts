import fc from 'fast-check';
import { localDate } from '#kernel';
import { efaKriterien, efaUrteile } from '../domain/efa-kriterien.ts';
import {
  type EnthalteneLeistung,
  type Loesung,
  type LoesungFassung,
  type LoesungInhalt,
  type LoesungStand,
  loesungsarten,
  loesungsstatus,
  niveaus,
  standOn,
} from '../domain/loesung.ts';
import { hashOfInhalt } from '../inhalt-schema.ts';

/** The day on which the tests of this context play. */
export const today = localDate('2026-11-22');

/** A Lösung that says only what it must. */
export function inhalt(changes: Partial<LoesungInhalt> = {}): LoesungInhalt {
  return {
    name: 'Wohngeld online',
    art: 'efa-dienst',
    anbieter: null,
    hersteller: null,
    preisText: null,
    preisEinmaligCent: null,
    preisJaehrlichCent: null,
    schnittstellen: [],
    fachverfahren: [],
    voraussetzungen: null,
    vertrauensniveau: null,
    zahlverfahren: [],
    portale: [],
    verfuegbarAb: null,
    endetAm: null,
    status: 'verfuegbar',
    efa: {},
    leistungen: [],
    url: null,
    hinweis: null,
    quelle: { title: 'Probe', url: null },
    quelleStand: today,
    evidenz: 'einschaetzung',
    felder: {},
    ...changes,
  };
}

export function enthalten(leistungId: string, changes: Partial<EnthalteneLeistung> = {}): EnthalteneLeistung {
  return {
    leistungId,
    status: 'verfuegbar',
    reifegrad11: null,
    reifegrad20: null,
    kommentar: null,
    ...changes,
  };
}

/** A version of a Lösung. */
export function fassung(changes: Partial<LoesungFassung> = {}): LoesungFassung {
  const content = changes.inhalt === undefined ? inhalt() : changes.inhalt;
  return {
    nummer: 1,
    giltAb: today,
    anlass: 'neu',
    aufgegangenIn: null,
    haus: 'Probe',
    uebernommenVon: 'Probe',
    ...changes,
    inhalt: content,
    hash: hashOfInhalt(content),
  };
}

/** A Lösung with one version, as it stands today. */
export function stand(id: string, changes: Partial<LoesungInhalt> = {}): LoesungStand {
  const loesung: Loesung = { id, herkunft: 'beitrag', fassungen: [fassung({ inhalt: inhalt(changes) })] };
  const found = standOn(loesung, today);
  if (found === null) throw new Error(`${id} does not stand in the register`);
  return found;
}

export const leistungIds = ['L00001', 'L00002', 'L00003', 'L00004', 'L00005'] as const;

const words = fc
  .string({ minLength: 1, maxLength: 30 })
  .map((text) => `x${text.replaceAll(/[^\p{L}\p{N} .,;=+@"'-]/gu, '').replaceAll(/\s+/g, ' ')}`.trim());
const lists = fc.uniqueArray(words, { maxLength: 4 });
const days = fc.option(fc.constantFrom('2025-01-01', '2026-11-22', '2027-06-30').map(localDate));

const leistungen = fc.uniqueArray(fc.constantFrom(...leistungIds), { maxLength: 5 }).chain((ids) =>
  fc.tuple(
    ...ids.map((leistungId) =>
      fc.record({
        leistungId: fc.constant<string>(leistungId),
        status: fc.constantFrom(...loesungsstatus),
        reifegrad11: fc.option(fc.integer({ min: 0, max: 4 })),
        reifegrad20: fc.option(fc.integer({ min: 0, max: 7 })),
        kommentar: fc.option(words),
      }),
    ),
  ),
);

/** Any content that the register may hold. */
export const arbitraryInhalt: fc.Arbitrary<LoesungInhalt> = fc
  .record({
    name: words,
    art: fc.constantFrom(...loesungsarten),
    anbieter: fc.option(words),
    hersteller: fc.option(words),
    preisText: fc.option(words),
    preisEinmaligCent: fc.option(fc.integer({ min: 0, max: 99_999_999_999 })),
    preisJaehrlichCent: fc.option(fc.integer({ min: 0, max: 99_999_999_999 })),
    schnittstellen: lists,
    fachverfahren: lists,
    voraussetzungen: fc.option(words),
    vertrauensniveau: fc.option(fc.constantFrom(...niveaus)),
    zahlverfahren: lists,
    portale: lists,
    verfuegbarAb: days,
    status: fc.constantFrom(...loesungsstatus),
    efa: fc
      .array(fc.tuple(fc.constantFrom(...efaKriterien), fc.constantFrom(...efaUrteile)))
      .map((pairs) => Object.fromEntries(pairs)),
    leistungen,
    hinweis: fc.option(words),
  })
  .map((changes) => inhalt(changes));
