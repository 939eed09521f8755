import type { OnlinedienstData } from './onlinedienst.ts';

/** An Onlinedienst in one version, as an IT-Dienstleister offers it to everybody. */
export interface Angebot {
  readonly dienst: string;
  /** The version of the definition, as text. */
  readonly fassung: string;
  readonly anbieterId: string;
  readonly anbieter: string;
  readonly data: OnlinedienstData;
  readonly hash: string;
  readonly angebotenAm: Date;
  /** Its provider took it back: nobody begins with it any more. */
  readonly zurueckgezogen: boolean;
}

/** The newest version of every service that its provider stands by, by title. */
export function newestAngebote(angebote: readonly Angebot[]): readonly Angebot[] {
  const newest = new Map<string, Angebot>();
  for (const angebot of angebote) {
    if (angebot.zurueckgezogen) continue;
    if ((newest.get(angebot.dienst)?.data.version ?? 0) < angebot.data.version)
      newest.set(angebot.dienst, angebot);
  }
  return [...newest.values()].toSorted((a, b) => a.data.title.localeCompare(b.data.title, 'de'));
}
