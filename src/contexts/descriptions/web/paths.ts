/** The addresses of this context's pages. A provider names the Kommune for which it writes. */
export const paths = {
  /** The editors' desk, which the finder keeps. */
  redaktion: '/redaktion',
  texte: '/redaktion/texte',
  text: (leistung: string, sprache = 'de') =>
    sprache === 'de' ? `/redaktion/texte/${leistung}` : `/redaktion/texte/${leistung}?sprache=${sprache}`,
  xzufi: '/redaktion/xzufi',
  einlesung: (nummer: number) => `/redaktion/xzufi/${nummer}`,
} as const;

/** The Kommune and the language that a page carries along. */
export interface Carry {
  readonly kommune: string;
  readonly sprache: string;
}

/** An address with what a page carries along. */
export function carried(path: string, carry: Partial<Carry>): string {
  const query = new URLSearchParams();
  if (carry.kommune) query.set('kommune', carry.kommune);
  if (carry.sprache && carry.sprache !== 'de') query.set('sprache', carry.sprache);
  const text = query.toString();
  return text === '' ? path : `${path}?${text}`;
}
