/** A Kommune that may be named. */
export interface Genannte {
  readonly ags: string;
  readonly name: string;
}

/** What was understood of names and keys that somebody typed or pasted. */
export interface Verstanden<One extends Genannte = Genannte> {
  readonly gefunden: readonly One[];
  /** Names that several Kommunen bear. */
  readonly mehrdeutig: readonly { readonly wort: string; readonly moeglich: readonly One[] }[];
  readonly unbekannt: readonly { readonly wort: string; readonly aehnlich: readonly One[] }[];
}

/** The single names and keys of a text, however they are parted: by lines, commas, semicolons or tabs. */
export function nennungen(text: string): readonly string[] {
  return text
    .split(/[,;\t\r\n]/)
    .map((word) => word.trim())
    .filter(Boolean);
}

/** How a chosen Kommune is written, so that it is understood again whoever else bears its name. */
export function nennung({ name, ags }: Genannte): string {
  return `${name} (${ags})`;
}

/** Finds Kommunen by key, by name, or by both; each once. */
export function verstehe<One extends Genannte>(
  words: readonly string[],
  alle: readonly One[],
): Verstanden<One> {
  const [byAgs, byName] = [new Map<string, One>(), new Map<string, One[]>()];
  for (const one of alle) {
    byAgs.set(one.ags, one);
    const name = folded(one.name);
    byName.set(name, [...(byName.get(name) ?? []), one]);
  }
  const gefunden = new Map<string, One>();
  const mehrdeutig: Verstanden<One>['mehrdeutig'][number][] = [];
  const unbekannt: Verstanden<One>['unbekannt'][number][] = [];
  for (const wort of new Set(words)) {
    const key = keyIn(wort, byAgs);
    const moeglich = key ? [key] : (byName.get(folded(wort)) ?? []);
    const [one, another] = moeglich;
    if (one === undefined) unbekannt.push({ wort, aehnlich: aehnliche(wort, alle) });
    else if (another === undefined) gefunden.set(one.ags, one);
    else mehrdeutig.push({ wort, moeglich });
  }
  return { gefunden: [...gefunden.values()], mehrdeutig, unbekannt };
}

/** Spreadsheets drop the zero before a key. */
function keyIn<One>(wort: string, byAgs: ReadonlyMap<string, One>): One | undefined {
  const [key] = /(?<!\d)\d{4,8}(?!\d)/.exec(wort) ?? [];
  return key === undefined ? undefined : (byAgs.get(key) ?? byAgs.get(`0${key}`));
}

const mostSimilar = 3;

function aehnliche<One extends Genannte>(wort: string, alle: readonly One[]): readonly One[] {
  const wanted = folded(wort);
  if (wanted.length < 3) return [];
  return alle
    .filter(({ name }) => {
      const other = folded(name);
      return other.startsWith(wanted.slice(0, 4)) || other.includes(wanted) || wanted.includes(other);
    })
    .slice(0, mostSimilar);
}

/** Names without what offices put before them, in one spelling of umlauts. */
function folded(name: string): string {
  return name
    .toLowerCase()
    .replace(/^(stadt|gemeinde|hansestadt|alte hansestadt|landkreis)\s+/, '')
    .replaceAll('ä', 'ae')
    .replaceAll('ö', 'oe')
    .replaceAll('ü', 'ue')
    .replaceAll('ß', 'ss')
    .replace(/[\s-]+/g, ' ')
    .trim();
}
