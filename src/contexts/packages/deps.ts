import type { Anbieter } from '#efa';
import type { Onlinedienst } from '#forms/onlinedienst';
import type { Clock, Result } from '#kernel';
import type { Actor, Database, KeyRing, Principal } from '#platform';
import type { JsonObject, Paketleser } from '#standards/leitwerk-paket';
import type { Portalprofil } from './domain/portalprofil.ts';

/** What the use cases and doors of this context need from those who compose it. */
export interface PackagesDeps {
  readonly db: Database;
  readonly clock: Clock;
  readonly keys: KeyRing;
  readonly demo: boolean;
  /** The formats of packages that this installation reads and writes. */
  readonly leser: Paketleser;
  /** All Onlinedienste of this installation in their newest version, proven. */
  readonly onlinedienste: () => Promise<readonly Onlinedienst[]>;
  /** The test cases that belong to a version of a service; without cases where nobody wrote any. */
  readonly testfaelle: (dienst: string, version: number) => Promise<JsonObject>;
  /** What other portals can do, and what this one can. */
  readonly profile: () => Promise<readonly Portalprofil[]>;
  /** Which of the profiles is this installation. */
  readonly eigenesProfil: string;
  /** The IT-Dienstleister for which somebody acts; `null` for everybody else. */
  readonly ownAnbieter: (principal: Principal | null) => Promise<Anbieter | null>;
  /** The operator at the command line, acting for an organisation that it names. */
  readonly actingFor: (operator: Principal, organisation: string) => Promise<Result<Principal>>;
  /** Offers a service that was taken over to the Kommunen (`offerOnlinedienst` of `efa`). */
  readonly offer: (
    actor: Actor,
    anbieter: Anbieter,
    dienst: string,
  ) => Promise<Result<{ readonly fassung: string; readonly neu: boolean }>>;
  /** A service was taken over: whoever reads services reads them anew. */
  readonly changed: () => void;
}
