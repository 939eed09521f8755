import type { LocalDate } from '#kernel';
import type { ZustaendigeStelle } from './standard-parameters.ts';

/** What everybody may know of a Kommune's Onlinedienst: portals, the search, other Kommunen. */
export interface LiveDienst {
  readonly tenant: string;
  readonly dienst: string;
  readonly ags: string;
  readonly kommune: string;
  readonly fassung: string;
  readonly titel: string;
  readonly leika: readonly string[];
  readonly seit: LocalDate;
  /** The offices that answer for it, each from its day on, earliest first. */
  readonly stellen: readonly ZustaendigeStelle[];
  /** Why citizens cannot use it at present; null while they can. */
  readonly ausgesetztGrund: string | null;
}
