import type { Result } from '#kernel';
import type { Abrechnung } from './domain/abrechnung.ts';

/** Bills that were computed lately. A frozen plan gives the same bill for ever, so nothing here grows old. */
export interface Gerechnet {
  readonly of: (id: string, compute: () => Promise<Result<Abrechnung>>) => Promise<Result<Abrechnung>>;
}

/** Keeps the bills that were looked at last, as long as they have fewer payers together than `mostPayers`. */
export function keepGerechnet(mostPayers = 40_000): Gerechnet {
  const kept = new Map<string, Result<Abrechnung>>();
  const payersOf = (one: Result<Abrechnung>) => (one.ok ? one.value.zahlungen.length : 0);
  return {
    of: async (id, compute) => {
      const found = kept.get(id) ?? (await compute());
      if (!found.ok) return found;
      kept.delete(id);
      kept.set(id, found);
      let payers = [...kept.values()].reduce((sum, one) => sum + payersOf(one), 0);
      for (const [oldest, one] of kept) {
        if (payers <= mostPayers && kept.size <= 50) break;
        kept.delete(oldest);
        payers -= payersOf(one);
      }
      return found;
    },
  };
}
