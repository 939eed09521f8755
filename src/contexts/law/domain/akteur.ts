import type { LocalDate } from '#kernel';
import { isValidOn } from '#kernel';
import type { Belegt } from './belegt.ts';

export const akteurArten = [
  'bund',
  'ministerium',
  'land',
  'gremium',
  'anstalt',
  'koordination',
  'kommunaler-verband',
  'it-dienstleister',
] as const;
export type AkteurArt = (typeof akteurArten)[number];

export const ebenen = ['bund', 'bund-land', 'land', 'kommune'] as const;
export type Ebene = (typeof ebenen)[number];

/** A body that takes part in a Leistung: Bund, Land, ministry, institution, association, IT-Dienstleister. */
export interface Akteur extends Belegt {
  readonly id: string;
  readonly name: string;
  readonly kurz: string | null;
  readonly art: AkteurArt;
  readonly ebene: Ebene;
  readonly aufgabe: string;
  readonly website: string | null;
}

export const schritte = ['regelt', 'finanziert', 'entwickelt', 'betreibt', 'rollt-aus', 'vollzieht'] as const;

/** A step on the way of a Leistung from the law to the citizen. */
export type Schritt = (typeof schritte)[number];

/** What a role is about: everything, some Themenfelder, or some OZG-Leistungen. */
export interface Bereich {
  readonly alle: boolean;
  readonly themenfelder: readonly number[];
  readonly ozgIds: readonly number[];
}

/** What an Akteur does in a step. */
export interface Rolle extends Belegt {
  readonly id: string;
  readonly akteurId: string;
  readonly schritt: Schritt;
  readonly was: string;
  readonly bereich: Bereich;
  readonly norm: string | null;
}

/** The place of a Leistung or OZG-Leistung in the catalogue, as roles name it. */
export interface Ort {
  readonly themenfeldId: number | null;
  readonly ozgId: number | null;
}

/** The roles that hold on a day for a place in the catalogue. */
export function rollenFor(rollen: readonly Rolle[], ort: Ort, date: LocalDate): readonly Rolle[] {
  return rollen.filter((rolle) => isValidOn(rolle, date) && covers(rolle.bereich, ort));
}

function covers({ alle, themenfelder, ozgIds }: Bereich, { themenfeldId, ozgId }: Ort): boolean {
  if (alle) return true;
  if (themenfeldId !== null && themenfelder.includes(themenfeldId)) return true;
  return ozgId !== null && ozgIds.includes(ozgId);
}
