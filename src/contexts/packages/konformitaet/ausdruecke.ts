const zeilen = ['count', 'sum', 'any', 'all', 'least', 'greatest', 'collect'];

const functionsOf: Readonly<Record<string, readonly string[]>> = {
  'ausdruck.grund': ['answered', 'default', 'if'],
  'ausdruck.zahl': ['min', 'max', 'div', 'times', 'round', 'floor', 'ceil'],
  'ausdruck.datum': [
    ...['age', 'days', 'months', 'year', 'month', 'day', 'weekday', 'date', 'add_days', 'add_months'],
    ...['add_years', 'end_of_month'],
  ],
  'ausdruck.text': ['length', 'lower', 'contains', 'starts_with', 'concat', 'text'],
  'ausdruck.muster': ['matches'],
  'ausdruck.menge': ['size', 'union', 'intersect', 'without', 'has_all', 'has_any'],
  'ausdruck.zeilen': zeilen,
  'ausdruck.tabelle': ['lookup'],
  'ausdruck.strasse': ['street_in'],
};

const capabilityOf: ReadonlyMap<string, string> = new Map(
  Object.entries(functionsOf).flatMap(([id, names]) => names.map((name) => [name, id] as const)),
);

const overTable = new RegExp(`\\b(?:${zeilen.join('|')})\\(\\s*param\\.`);

/** The capabilities that a proven expression needs. */
export function faehigkeitenOfAusdruck(source: string): ReadonlySet<string> {
  const bare = source.replaceAll(/'(?:[^']|'')*'/g, "''");
  const names = [...bare.matchAll(/\b([a-z_]+)\(/g)].map(([, name = '']) => capabilityOf.get(name));
  const found = new Set(names.filter((name) => name !== undefined));
  if (overTable.test(bare)) found.add('ausdruck.tabelle');
  return found;
}

/** The expressions in the braces of a text; `{{` is a brace. */
export function ausdrueckeImText(text: string): readonly string[] {
  return [...text.replaceAll('{{', '').matchAll(/\{([^{}]*)\}/g)].map(([, source = '']) => source);
}
