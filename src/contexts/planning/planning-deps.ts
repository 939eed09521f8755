import type { Catalogue } from '#catalogue';
import type { Kommune } from '#compass';
import type { Anbieter } from '#efa';
import type { Clock, LocalDate, Quartal, Result } from '#kernel';
import type { Actor, Database, Principal, TenantId } from '#platform';
import type { Abweichung } from './domain/abweichung.ts';
import type { Ergebnis } from './solver/loese.ts';
import type { Weiter } from './solver/run-solver.ts';
import type { Auftrag } from './solver/thread.ts';

/** What Kommunen need: a Leistung and who wants it from when. */
export interface Bedarf {
  readonly leistungId: string;
  readonly kommunen: readonly { readonly ags: string; readonly wunsch: Quartal | null }[];
}

/** How much a Leistung weighs (1 to 100) and the sentence that says why. */
export interface Gewicht {
  readonly gewicht: number;
  readonly satz: string;
}

/** What the Einführungsstrategie says of a Leistung. */
export interface Strategie {
  readonly leistungId: string;
  readonly entscheid: 'alle' | 'wer-will' | 'nicht' | 'spaeter';
  readonly quartal: Quartal | null;
  readonly satz: string;
  readonly href: string;
}

/** A further place where a Kommune reads about a Leistung. */
export interface Verweis {
  readonly label: string;
  readonly href: string;
}

/** What the use cases and doors of this context need from those who compose it. */
export interface PlanningDeps {
  readonly db: Database;
  readonly clock: Clock;
  readonly demo: boolean;
  readonly catalogue: () => Promise<Catalogue>;
  readonly ownKommune: (principal: Principal | null) => Promise<Kommune | null>;
  readonly ownAnbieter: (principal: Principal | null) => Promise<Anbieter | null>;
  /** The house behind a tenant, where somebody acts in its transaction. */
  readonly anbieterOf: (tenant: TenantId) => Promise<Anbieter | null>;
  /** The operator at the command line, acting for a named organisation. */
  readonly actingFor: (operator: Principal, organisation: string) => Promise<Result<Principal>>;
  /** The Kommunen that an IT-Dienstleister cares for today. */
  readonly kreis: (actor: Actor, anbieter: Anbieter) => Promise<readonly Kommune[]>;
  /** What the newest evaluated Bedarfsabfrage says; nothing before there is one. */
  readonly bedarf: (actor: Actor, anbieter: Anbieter) => Promise<readonly Bedarf[]>;
  /** By Leistung, from the decided scheme of priorities; empty before there is one. */
  readonly gewichte: (actor: Actor, anbieter: Anbieter) => Promise<ReadonlyMap<string, Gewicht>>;
  /** What was decided for the Leistungen of an IT-Dienstleister or of the one that cares for a Kommune. */
  readonly strategie: (principal: Principal) => Promise<readonly Strategie[]>;
  /** Which Kommunen deviate from the Einführungsstrategie, as far as the house of that tenant may see it. */
  readonly abweichungen: (actor: Actor, tenant: TenantId) => Promise<readonly Abweichung[]>;
  /** From when a Leistung can be taken over, as the projects of today plan it. */
  readonly verfuegbarkeit: () => Promise<ReadonlyMap<string, LocalDate>>;
  /** Stand and open questions of a Leistung for a Kommune. */
  readonly verweise: (
    principal: Principal,
    kommune: Kommune,
    leistungen: readonly string[],
  ) => Promise<ReadonlyMap<string, readonly Verweis[]>>;
}

/** What the worker needs besides: the solver, which runs in a thread of its own. */
export interface SolveDeps extends Pick<PlanningDeps, 'db' | 'clock'> {
  readonly rechne: (auftrag: Auftrag, weiter: Weiter) => Promise<Ergebnis | null>;
}
