import type { EfaDeps, Kommune } from '#efa';
import type { LocalDate, Result } from '#kernel';
import type { Actor, KeyRing, Principal, ScanVerdict, Tx } from '#platform';
import type { Schaetzung } from './domain/preisblatt.ts';

/** What the cost room reckons for a Kommune in a year; `null` where it has no plan for the service. */
export type KostenSchaetzung = (
  tx: Tx,
  frage: {
    readonly dienst: string;
    readonly kommune: Pick<Kommune, 'ags' | 'name'>;
    readonly jahr: number;
  },
) => Promise<Schaetzung | null>;

/** A line of the checklist that a connection works through. */
export interface Pruefpunkt {
  readonly was: string;
  readonly wer: string;
}

/** A member of the Kommune who may sign in. */
export interface Person {
  readonly id: string;
  readonly name: string;
  /** Whether a role lets this person order. */
  readonly darfBestellen: boolean;
}

/** What the use cases and doors of this context need from those who compose it. */
export interface MarketplaceDeps {
  readonly db: EfaDeps['db'];
  readonly clock: EfaDeps['clock'];
  readonly demo: boolean;
  readonly keys: KeyRing;
  /** Offers, gaps and the first step of an Anbindung are efa's. */
  readonly efa: EfaDeps;
  /** `null` while no cost room is there: then a price that is apportioned is not known. */
  readonly kostenSchaetzung: KostenSchaetzung | null;
  /** What a connection will have to work through; `null` while nobody keeps such a list. */
  readonly pruefliste: ((dienst: string, day: LocalDate) => Promise<readonly Pruefpunkt[]>) | null;
  readonly personen: (actor: Actor, kommune: Kommune) => Promise<readonly Person[]>;
  /** Looks into a file that came through the API; `null` where no scanner is configured. */
  readonly scan: (bytes: Buffer) => Promise<ScanVerdict | null>;
  /** The operator at the command line, acting for a named organisation. */
  readonly actingFor: (operator: Principal, organisation: string) => Promise<Result<Principal>>;
}
