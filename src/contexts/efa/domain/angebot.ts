import type { OnlinedienstData } from './onlinedienst.ts';

/** An Onlinedienst in one version, as an IT-Dienstleister offers it to everybody. */
export interface Angebot {
  readonly dienst: string;
  readonly fassung: string;
  /** Grows with every offer; the highest of a service is its newest version. */
  readonly nummer: number;
  readonly anbieterId: string;
  readonly anbieter: string;
  readonly data: OnlinedienstData;
  readonly hash: string;
  readonly angebotenAm: Date;
}

/** The newest version of every service, by title. */
export function newestAngebote(angebote: readonly Angebot[]): readonly Angebot[] {
  const newest = new Map<string, Angebot>();
  for (const angebot of angebote) {
    if ((newest.get(angebot.dienst)?.nummer ?? -1) < angebot.nummer) newest.set(angebot.dienst, angebot);
  }
  return [...newest.values()].toSorted((a, b) => a.data.title.localeCompare(b.data.title, 'de'));
}
