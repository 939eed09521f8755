import { foldGerman } from '#kernel';

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
  return versteher(alle)(words);
}

/** The same for several texts: names are made comparable once, not for each text again. */
export function versteher<One extends Genannte>(
  alle: readonly One[],
): (words: readonly string[]) => Verstanden<One> {
  const byAgs = new Map(alle.map((one) => [one.ags, one]));
  const named = alle.map((one) => ({ one, name: folded(one.name) }));
  const byName = Map.groupBy(named, ({ name }) => name);
  return (words) => {
    const gefunden = new Map<string, One>();
    const mehrdeutig: Verstanden<One>['mehrdeutig'][number][] = [];
    const unbekannt: Verstanden<One>['unbekannt'][number][] = [];
    for (const wort of new Set(words)) {
      const key = keyIn(wort, byAgs);
      const moeglich = key ? [key] : (byName.get(folded(wort)) ?? []).map(({ one }) => one);
      const [one, another] = moeglich;
      if (one === undefined) unbekannt.push({ wort, aehnlich: aehnliche(wort, named) });
      else if (another === undefined) gefunden.set(one.ags, one);
      else mehrdeutig.push({ wort, moeglich });
    }
    return { gefunden: [...gefunden.values()], mehrdeutig, unbekannt };
  };
}

/** Asks for the key of a name that several bear. */
export function mehrdeutigText({ wort, moeglich }: Verstanden['mehrdeutig'][number]): string {
  return `„${wort}“ heißen mehrere Kommunen. Bitte nennen Sie den Schlüssel: ${moeglich.map(({ ags }) => ags).join(' oder ')}.`;
}

/** Asks whether a Kommune like the unknown one was meant; empty where none is like it. */
export function aehnlichText({ aehnlich }: Verstanden['unbekannt'][number]): string {
  return aehnlich.length > 0 ? `Meinen Sie ${aehnlich.map(({ name }) => name).join(' oder ')}?` : '';
}

/** Spreadsheets drop the zero before a key. */
function keyIn<One>(wort: string, byAgs: ReadonlyMap<string, One>): One | undefined {
  const [key] = /(?<!\d)\d{4,8}(?!\d)/.exec(wort) ?? [];
  return key === undefined ? undefined : (byAgs.get(key) ?? byAgs.get(`0${key}`));
}

const mostSimilar = 3;

function aehnliche<One>(
  wort: string,
  named: readonly { readonly one: One; readonly name: string }[],
): readonly One[] {
  const wanted = folded(wort);
  if (wanted.length < 3) return [];
  return named
    .filter(
      ({ name }) => name.startsWith(wanted.slice(0, 4)) || name.includes(wanted) || wanted.includes(name),
    )
    .slice(0, mostSimilar)
    .map(({ one }) => one);
}

/** Names without what offices put before them, in one spelling of umlauts. */
function folded(name: string): string {
  return foldGerman(name)
    .replace(/^(stadt|gemeinde|hansestadt|alte hansestadt|landkreis)\s+/, '')
    .replace(/[\s-]+/g, ' ')
    .trim();
}
