import type { CatalogueVersions } from '#catalogue';
import type { Clock, Result } from '#kernel';
import type { Database, Html, Principal, TenantId } from '#platform';
import type { NormWortlaut } from './domain/norm-wortlaut.ts';
import type { DutiesWorld } from './duties-world.ts';

/** An organisation as the workbench of the rules needs it. */
export interface House {
  readonly name: string;
  /** The IT-Dienstleister that decides about rules: the house itself, or the one that looks after the Kommune. */
  readonly decider: { readonly id: TenantId; readonly name: string } | null;
}

/** Names a record to the questions that hang on it. */
interface RecordKey {
  readonly art: string;
  readonly id: string;
}

/** What the doors of this context need from those who compose it. */
export interface DutiesDeps {
  readonly db: Database;
  readonly clock: Clock;
  readonly demo: boolean;
  readonly world: () => Promise<DutiesWorld>;
  /** The Fassungen of the catalogue, which change the duties of a Kommune. */
  readonly versions: CatalogueVersions;
  /** Says that this process has changed what the world is made of. */
  readonly worldChanged: () => void;
  /** The AGS of the Kommunen that a provider looks after; `null` for everybody else. */
  readonly circleOf: (principal: Principal | null) => Promise<readonly string[] | null>;
  /** The AGS of the Kommune for which somebody acts; `null` for providers and the operator. */
  readonly ownAgs: (principal: Principal | null) => Promise<string | null>;
  /** The IT-Dienstleister that looks after the Kommune for which somebody acts. */
  readonly providerOf: (principal: Principal | null) => Promise<TenantId | null>;
  /** The organisation for which somebody acts, and the IT-Dienstleister that decides about rules for it. */
  readonly houseOf: (principal: Principal | null) => Promise<House | null>;
  /** What the sections that a norm cites say, word for word; held by the registers of the law. */
  readonly wortlautOf: (norm: string) => Promise<readonly NormWortlaut[]>;
  /** What a record's page shows of its Rückfragen; what is published for all stands at `allgemein`. */
  readonly rueckfragen: (
    principal: Principal | null,
    record: RecordKey,
    allgemein?: RecordKey,
  ) => Promise<Html>;
  /** The operator at the command line, acting for a named organisation. */
  readonly actingFor: (operator: Principal, organisation: string) => Promise<Result<Principal>>;
}
