import type { Kommune } from '#compass';
import type { DutiesWorld } from '#duties';
import type { Anbieter } from '#efa';
import type { Clock, Result } from '#kernel';
import type { Actor, Database, KeyRing, OutgoingMail, Principal, TenantId } from '#platform';
import type { Spielraum } from './domain/kurzfassung.ts';
import type { BekannterStand } from './domain/vorbelegung.ts';

/** A Kommune that an IT-Dienstleister cares for, and whether it consents to share with it. */
export interface Betreute {
  readonly tenant: TenantId;
  readonly ags: string;
  readonly name: string;
  readonly teilt: boolean;
}

/** What the Kompass knows of a Leistung at one Kommune today. */
export interface Kompasszeile {
  readonly pflicht: boolean;
  readonly stand: BekannterStand | null;
  readonly fachbereich: { readonly id: string; readonly name: string } | null;
}

/** A member of a Kommune by whom pages name who answers. */
export interface Person {
  readonly id: string;
  readonly name: string;
  readonly darfAntworten: boolean;
}

/** What the use cases and doors of this context need from those who compose it. */
export interface SurveysDeps {
  readonly db: Database;
  readonly clock: Clock;
  readonly demo: boolean;
  readonly keys: KeyRing;
  readonly world: () => Promise<DutiesWorld>;
  readonly ownKommune: (principal: Principal | null) => Promise<Kommune | null>;
  readonly ownAnbieter: (principal: Principal | null) => Promise<Anbieter | null>;
  /** The Kommunen that an IT-Dienstleister cares for today. */
  readonly betreute: (anbieter: TenantId) => Promise<readonly Betreute[]>;
  /** What the Kompass knows of every Leistung at a Kommune, by Leistung. */
  readonly kompass: (actor: Actor, kommune: Kommune) => Promise<ReadonlyMap<string, Kompasszeile>>;
  /** The members of a Kommune who may sign in. */
  readonly personen: (actor: Actor, kommune: Kommune) => Promise<readonly Person[]>;
  /**
   * How far an answer of this Kommune can move each Leistung in the ranking; `null` where nobody knows better than the
   * demand of the last round.
   */
  readonly spielraum: ((kommune: Kommune, umfrageId: string) => Promise<readonly Spielraum[] | null>) | null;
  /** All IT-Dienstleister: for what recurs, never for a page. */
  readonly alleAnbieter: () => Promise<readonly TenantId[]>;
  readonly sendMail: (mail: OutgoingMail) => Promise<void>;
  readonly staffOrigin: string;
  /** The operator at the command line, acting for a named organisation. */
  readonly actingFor: (operator: Principal, organisation: string) => Promise<Result<Principal>>;
}
