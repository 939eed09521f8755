import type { Catalogue } from '#catalogue';
import type { House } from '#duties';
import type { Feld } from '#fields';
import type { Clock, Result } from '#kernel';
import type { Database, Html, Principal } from '#platform';
import type { Nutzung } from './domain/matching-gewichte.ts';
import type { Register } from './domain/register.ts';

/**
 * How many Kommunen that share it use each of these Lösungen, and how many of a class; a Lösung without an entry has no
 * statement („keine Angabe“), which is something else than nobody.
 */
export type NutzungPort = (
  principal: Principal | null,
  loesungen: readonly string[],
) => Promise<ReadonlyMap<string, Nutzung>>;

/** What the use cases and doors of this context need from those who compose it. */
export interface SolutionsDeps {
  readonly db: Database;
  readonly clock: Clock;
  readonly demo: boolean;
  readonly catalogue: () => Promise<Catalogue>;
  readonly register: () => Promise<Register>;
  /** The register changed: the next reader sees it. */
  readonly registerChanged: () => void;
  readonly nutzung: NutzungPort;
  /** The fields of a Lösung as the IT-Dienstleister of somebody words them, with its own ones. */
  readonly felderOf: (principal: Principal | null) => Promise<readonly Feld[]>;
  /** What the page of a Lösung shows of the questions on it. */
  readonly rueckfragen: (
    principal: Principal | null,
    record: { readonly art: string; readonly id: string },
  ) => Promise<Html>;
  /** The page that says whom a Lösung would help most; `null` for whoever may not see it. */
  readonly nutzenHref: (principal: Principal | null, loesung: string) => string | null;
  /** For whom somebody acts and which IT-Dienstleister decides; `null` for the operator. */
  readonly houseOf: (principal: Principal | null) => Promise<House | null>;
  /** The operator at the command line, acting for an organisation. */
  readonly actingFor: (operator: Principal, organisation: string) => Promise<Result<Principal>>;
}

/** The permissions of this context. */
export const solutionsPermissions = { propose: 'solutions.propose', moderate: 'solutions.moderate' } as const;
