import type { Catalogue, Leistung } from '#catalogue';
import type { Body, Territory } from '#territory';
import type { CompiledDuties } from './domain/compiled-duties.ts';

/** Catalogue, territory and rules as they are now, and the verdicts they make. */
export interface DutiesWorld {
  readonly catalogue: Catalogue;
  readonly territory: Territory;
  readonly duties: CompiledDuties<Leistung, Body>;
}
