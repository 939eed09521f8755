import type { Catalogue } from '#catalogue';
import type { House } from '#duties';
import type { Kommune } from '#efa';
import type { Clock, LocalDate, Result } from '#kernel';
import type { Database, Principal, TenantId } from '#platform';
import type { Quellen } from './domain/quellen.ts';
import type { Bewertungswelt } from './domain/rangfolge.ts';
import type { EfaDienst } from './domain/strategie.ts';

/** What the use cases and doors of this context need from those who compose it. */
export interface PrioritiesDeps {
  readonly db: Database;
  readonly clock: Clock;
  readonly demo: boolean;
  readonly catalogue: () => Promise<Catalogue>;
  /** The Leistungen that have ended by a day, each with its last day. */
  readonly ended: (date: LocalDate) => Promise<ReadonlyMap<string, LocalDate>>;
  /** For whom somebody acts and which IT-Dienstleister decides; `null` for the operator. */
  readonly houseOf: (principal: Principal | null) => Promise<House | null>;
  /** The Kommune for which somebody acts; `null` for everybody else. */
  readonly ownKommune: (principal: Principal | null) => Promise<Kommune | null>;
  /** The operator at the command line, acting for an organisation. */
  readonly actingFor: (operator: Principal, organisation: string) => Promise<Result<Principal>>;
  /** Cases, maturity, deadlines and demand as other registers know them. The same object as long as it holds. */
  readonly quellen: (provider: TenantId, date: LocalDate) => Promise<Quellen>;
  /** The services that are built once for all, by name. */
  readonly dienste: () => Promise<readonly EfaDienst[]>;
  /** Held rankings' worlds of this process. */
  readonly welten: Welten;
}

/** Keeps the newest world of each provider, and makes another only when something that it rests on changed. */
export interface Welten {
  readonly held: (
    provider: TenantId,
    parts: readonly unknown[],
    make: () => Bewertungswelt,
  ) => Bewertungswelt;
}

/** Opens an empty keep. */
export function openWelten(): Welten {
  const kept = new Map<TenantId, { readonly parts: readonly unknown[]; readonly value: Bewertungswelt }>();
  return {
    held: (provider, parts, make) => {
      const found = kept.get(provider);
      if (found?.parts.every((part, index) => part === parts[index])) return found.value;
      const value = make();
      kept.set(provider, { parts, value });
      return value;
    },
  };
}

export const manage = { permission: 'priorities.manage' } as const;
