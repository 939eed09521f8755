import type { KreisStand } from '../stand.ts';

/** Why a Leistung that a Kommune owes is a gap. */
export const lueckenarten = ['nicht-online', 'unter-reifegrad', 'ohne-angabe'] as const;
export type Lueckenart = (typeof lueckenarten)[number];

/** From this level of model 1.1 on a Leistung conforms to the OZG. */
export const konformAb = 3;

/**
 * Why a duty is a gap; `null` where it is none. „Keine Angabe“ is a gap of its own kind, for nobody knows. Online without
 * a Reifegrad is no gap: what nobody judged is not below anything.
 */
export function lueckenartOf(stand: Pick<KreisStand, 'zustand' | 'reifegrad11'> | null): Lueckenart | null {
  if (stand === null) return 'ohne-angabe';
  if (stand.zustand === 'nicht-anwendbar') return null;
  if (stand.zustand !== 'online') return 'nicht-online';
  return stand.reifegrad11 !== null && stand.reifegrad11 < konformAb ? 'unter-reifegrad' : null;
}
