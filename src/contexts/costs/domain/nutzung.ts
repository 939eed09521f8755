/** How many cases came to a Kommune by a service in a month. */
export interface Nutzung {
  readonly ags: string;
  readonly dienst: string;
  /** Its first day. */
  readonly monat: string;
  readonly anzahl: number;
}

/** A service, who offers it, and the Leistungen that it covers. */
export interface AngebotenerDienst {
  readonly dienst: string;
  readonly anbieterId: string;
  readonly leistungen: readonly string[];
}

/**
 * Which service the ledger means by what was applied for: the service itself, or a Leistung that exactly one service
 * covers. `null` where several do: nothing is counted by guess.
 */
export function dienstOf(
  dienste: readonly AngebotenerDienst[],
): (leistung: string) => AngebotenerDienst | null {
  const byKey = new Map<string, AngebotenerDienst | null>();
  for (const one of dienste)
    for (const leistung of one.leistungen) byKey.set(leistung, byKey.has(leistung) ? null : one);
  for (const one of dienste) byKey.set(one.dienst, one);
  return (leistung) => byKey.get(leistung) ?? null;
}
