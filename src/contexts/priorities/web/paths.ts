/** Addresses of this context's pages. */
export const paths = {
  rang: '/prioritaeten',
  kriterien: '/prioritaeten/kriterien',
  vergleich: '/prioritaeten/vergleich',
  angaben: '/prioritaeten/angaben',
  einlesen: '/prioritaeten/angaben/einlesen',
  schemata: '/prioritaeten/schemata',
  schemavergleich: '/prioritaeten/schemata/vergleich',
  leistung: (id: string) => `/prioritaeten/leistungen/${id}`,
  schema: (id: string) => `/prioritaeten/schemata/${id}`,
  beschluss: (nummer: number) => `/prioritaeten/beschluesse/${nummer}`,
  strategie: '/einfuehrungsstrategie',
  dienst: (art: string, id: string) => `/einfuehrungsstrategie/${art}/${encodeURIComponent(id)}`,
} as const;

/** An address with the weights that a page was asked with. */
export function withWeights(
  path: string,
  weights: URLSearchParams,
  more: Readonly<Record<string, string>> = {},
) {
  const parameters = new URLSearchParams(weights);
  for (const [name, value] of Object.entries(more)) parameters.set(name, value);
  const text = parameters.toString();
  return text ? `${path}?${text}` : path;
}
