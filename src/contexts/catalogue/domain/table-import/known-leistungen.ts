import type { KnownLeistung } from './match.ts';
import type { LeistungFacts } from './raw-leistung.ts';

interface Said {
  readonly fassung: number;
  readonly entfallen: boolean;
  readonly facts: LeistungFacts;
}

/** Everything ever said of each Leistung; what counts stands last, so that it is what is known now. */
export function knownLeistungen(
  history: readonly Said[],
  counting: ReadonlySet<number>,
): readonly KnownLeistung[] {
  const ordered = [
    ...history.filter(({ fassung }) => !counting.has(fassung)),
    ...history.filter(({ fassung }) => counting.has(fassung)),
  ];
  return [...Map.groupBy(ordered, ({ facts }) => facts.id)].flatMap(
    ([id, said]): readonly KnownLeistung[] => {
      const [first, ...rest] = said;
      const last = said.at(-1);
      if (!first || !last) return [];
      const alive = counting.has(last.fassung) && !last.entfallen;
      return [{ id, alive, facts: [first.facts, ...rest.map(({ facts }) => facts)] }];
    },
  );
}

/** The Leistungen of every Fassung that counts, oldest first. */
export function formerLeistungen(
  history: readonly Said[],
  counting: readonly number[],
): readonly (readonly LeistungFacts[])[] {
  const state = new Map<string, LeistungFacts>();
  const byFassung = Map.groupBy(history, ({ fassung }) => fassung);
  return counting.map((fassung) => {
    for (const { entfallen, facts } of byFassung.get(fassung) ?? [])
      if (entfallen) state.delete(facts.id);
      else state.set(facts.id, facts);
    return [...state.values()].toSorted((a, b) => (a.id < b.id ? -1 : 1));
  });
}

/** The Leistungen that broken rows probably mean, by number, key or name; they are left as they are. */
export function meantByBroken(
  known: readonly KnownLeistung[],
  broken: readonly ReadonlyMap<string, string>[],
): ReadonlySet<string> {
  const byText = new Map<string, string[]>();
  const note = (text: string, id: string) => byText.set(text, [...(byText.get(text) ?? []), id]);
  for (const { id, alive, facts } of known) {
    const newest = facts.at(-1) ?? facts[0];
    if (!alive) continue;
    note(id, id);
    if (newest.leika) note(newest.leika, id);
    note(newest.name, id);
  }
  return new Set(
    broken.flatMap((cells) => {
      const digits = cells.get('leika')?.replaceAll(/[\s.\-_]/g, '') ?? '';
      const texts = [cells.get('nummer')?.toUpperCase() ?? '', digits, cells.get('name')?.trim() ?? ''];
      return texts.map((text) => byText.get(text)).find((ids) => ids !== undefined) ?? [];
    }),
  );
}
