import { evidenceLabel, isValidOn, type LocalDate, ok, type Result, refuse } from '#kernel';
import type { Eintrag, Frist } from '../domain/eintrag.ts';
import { eintragUnknown } from '../errors.ts';
import type { LawWorld } from '../law-world.ts';
import { type ListedLeistung, lawLeistung, names } from './law-leistung.ts';

/** An entry with the Leistungen of the catalogue that it names. */
export interface EintragWithLeistungen {
  readonly eintrag: Eintrag;
  readonly leistungen: readonly ListedLeistung[];
}

/** The entries that hold on a day. */
export function eintraegeOn({ law }: LawWorld, date: LocalDate): readonly Eintrag[] {
  return law.eintraege.filter((eintrag) => isValidOn(eintrag, date));
}

/** The deadlines of the law in force on a day, the earliest first. */
export function fristenOn({ law }: LawWorld, date: LocalDate): readonly Frist[] {
  return law.fristen
    .filter((frist) => isValidOn(frist, date))
    .toSorted((a, b) => (a.faelligAm < b.faelligAm ? -1 : 1));
}

/** One entry with the Leistungen that it names, in JSON, and whether it holds on a day. */
export function foundEintragJson({ eintrag, leistungen }: EintragWithLeistungen, date: LocalDate) {
  const benannt = leistungen.map(({ id }) => id);
  return { ...eintragJson(eintrag), date, gilt: isValidOn(eintrag, date), benannt };
}

/** One entry with the Leistungen that it names. Refuses an unknown one. */
export function findEintrag(world: LawWorld, id: string): Result<EintragWithLeistungen> {
  const eintrag = world.law.eintragById.get(id);
  if (!eintrag) return refuse(eintragUnknown(id, world.law.eintraege));
  return ok({ eintrag, leistungen: leistungenOf(world, eintrag) });
}

/** The Leistungen of the catalogue that an entry names. */
export function leistungenOf({ catalogue }: LawWorld, eintrag: Eintrag): readonly ListedLeistung[] {
  if (eintrag.reichweite === null) return [];
  return catalogue.leistungen
    .map((leistung) => lawLeistung(catalogue, leistung))
    .filter((leistung) => names(eintrag, leistung));
}

const kommunaleTypen = new Set(['2', '2/3', '4', '5', '1, 2/3', '1, 2']);

/** How many communal Leistungen a register names, and how many there are: what is missing is said. */
export function registerDeckung(world: LawWorld, register: Eintrag['register'], date: LocalDate) {
  const entries = eintraegeOn(world, date).filter((eintrag) => eintrag.register === register);
  const kommunal = world.catalogue.leistungen
    .filter(({ typ }) => typ !== null && kommunaleTypen.has(typ))
    .map((leistung) => lawLeistung(world.catalogue, leistung));
  const named = kommunal.filter((leistung) => entries.some((eintrag) => names(eintrag, leistung)));
  return { register, eintraege: entries.length, benannt: named.length, kommunal: kommunal.length };
}

/** An entry in JSON, for API and command. */
export function eintragJson(eintrag: Eintrag) {
  const { evidenz, quelle, reichweite, ...rest } = eintrag;
  return {
    ...rest,
    evidence: evidenceLabel[evidenz],
    quelle: { ...quelle },
    reichweite: reichweite && {
      ozgIds: [...reichweite.ozgIds],
      objekte: [...reichweite.objekte],
      verrichtungen: [...reichweite.verrichtungen],
      schluessel: [...reichweite.schluessel],
      leistungen: [...reichweite.leistungen],
    },
  };
}

/** A deadline in JSON. */
export function fristJson({ evidenz, quelle, ...rest }: Frist) {
  const { betrifft: _betrifft, nachTag: _nachTag, vorlaufGrund: _grund, lesart: _lesart, ...frist } = rest;
  return { ...frist, evidence: evidenceLabel[evidenz], quelle: { ...quelle } };
}
