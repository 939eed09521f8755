export const ergebnisse = ['erreichbar', 'fehler', 'antwortet-nicht', 'nicht-erlaubt'] as const;
export type Ergebnis = (typeof ergebnisse)[number];

/** A link and what the last look at it gave. */
export interface GeprueftesLink {
  readonly link: string;
  /** Null where nobody looked yet. */
  readonly ergebnis: Ergebnis | null;
  readonly status: number | null;
  readonly geprueftAm: Date | null;
}

/** Whether an editor has to do something about it. */
export function isBroken({ ergebnis }: Pick<GeprueftesLink, 'ergebnis'>): boolean {
  return ergebnis !== null && ergebnis !== 'erreichbar';
}

/** Only https is asked: what else stands in a text is told at once, without a look. */
export function isHttps(link: string): boolean {
  return URL.canParse(link) && new URL(link).protocol === 'https:';
}

const mostOfOneHost = 20;

/** What one turn looks at: the longest unseen first, few of each host, the hosts in turns. */
export function turnOf(due: readonly string[], most: number): readonly string[] {
  const byHost = Map.groupBy(due.filter(isHttps), (link) => new URL(link).host);
  const rounds = Array.from({ length: mostOfOneHost }, (_, round) =>
    [...byHost.values()].flatMap((links) => links[round] ?? []),
  );
  return rounds.flat().slice(0, most);
}
