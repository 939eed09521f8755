import type { Colleague, DiscussionDeps, House } from '#discussion';
import type { Clock, LocalDate, Result } from '#kernel';
import type { Database, KeyRing, OutgoingMail, Principal, ScanVerdict, TenantId, Tx } from '#platform';
import type { Neuerung } from './domain/neuerung.ts';

/** A decision as those hear of it whom it concerns. */
export interface GefassterBeschluss {
  readonly id: string;
  readonly titel: string;
  readonly text: string;
  readonly angenommen: boolean;
  readonly href: string;
}

/** What a decision can concern, as the context that owns it declares it. */
export interface BeschlussZiel {
  readonly art: string;
  /** What one is called: „Leistung“. */
  readonly label: string;
  /** How one is named in a form: „L02950 oder der LeiKa-Schlüssel“. */
  readonly beispiel: string;
  readonly mayRead: (permissions: ReadonlySet<string>) => boolean;
  readonly find: (
    principal: Principal,
    text: string,
  ) => Promise<Result<{ readonly id: string; readonly name: string; readonly href: string }>>;
  /** Called in the transaction in which the decision is taken. */
  readonly onBeschluss?: (tx: Tx, id: string, beschluss: GefassterBeschluss) => Promise<void>;
}

/** A source of „Was ist neu“: dated facts after one day up to another. */
export interface NeuerungsQuelle {
  readonly key: string;
  readonly titel: string;
  readonly zwischen: (nach: LocalDate, bis: LocalDate, provider: TenantId) => Promise<readonly Neuerung[]>;
}

/** Whom a newcomer's pack is for. */
export interface PaketWunsch {
  readonly principal: Principal;
  readonly house: House;
  /** The person whose work it hands over, by id; `null` for the role alone. */
  readonly person: string | null;
  readonly rolle: string;
}

/** A line of the pack. */
export interface PaketZeile {
  readonly text: string;
  readonly zusatz: string;
  readonly tag: LocalDate | null;
  readonly href: string | null;
}

/** A part of the pack. Contexts above this one declare theirs, `app` registers them. */
export interface PaketQuelle {
  readonly key: string;
  readonly titel: string;
  /** Said where there is nothing. */
  readonly leer: string;
  readonly zeilen: (wunsch: PaketWunsch) => Promise<{
    readonly zeilen: readonly PaketZeile[];
    readonly gesamt: number;
    readonly alle: string | null;
  }>;
}

/** What the doors of this context need from those who compose it. */
export interface WorkgroupDeps {
  readonly db: Database;
  readonly keys: KeyRing;
  readonly clock: Clock;
  readonly demo: boolean;
  readonly discussion: DiscussionDeps;
  readonly houseOf: (principal: Principal | null) => Promise<House | null>;
  /** The Kommunen that an IT-Dienstleister cares for today. */
  readonly betreute: (
    provider: TenantId,
  ) => Promise<readonly { readonly id: TenantId; readonly name: string; readonly ags: string | null }[]>;
  /** Everybody of an organisation; the read stands in its audit trail. */
  readonly colleagues: (tenant: TenantId) => Promise<readonly Colleague[]>;
  /** Inhabitants of a body today; `null` where no number is known. */
  readonly einwohner: () => Promise<(ags: string | null) => number | null>;
  readonly sendMail: (mail: OutgoingMail) => Promise<void>;
  readonly scan: (bytes: Buffer) => Promise<ScanVerdict | null>;
  readonly staffOrigin: string;
  readonly mailFrom: string;
  /** All IT-Dienstleister, for work that recurs. */
  readonly providers: () => Promise<readonly TenantId[]>;
  /** All Kommunen and IT-Dienstleister, for work that recurs. */
  readonly organisationen: () => Promise<readonly TenantId[]>;
  readonly ziele: readonly BeschlussZiel[];
  readonly neuerungen: readonly NeuerungsQuelle[];
  /** Made when asked for: some of the rooms that they read are wired later. */
  readonly pakete: () => readonly PaketQuelle[];
  readonly rollen: readonly { readonly value: string; readonly label: string }[];
  /** The operator at the command line, acting for a named organisation. */
  readonly actingFor: (operator: Principal, organisation: string) => Promise<Result<Principal>>;
}
