import type { Clock, Result } from '#kernel';
import type { Database, Principal } from '#platform';
import type { Datensatzart } from './domain/feld.ts';
import type { FieldsReader } from './use-cases/fields-reader.ts';

/** The organisation for which somebody acts. */
export interface Haus {
  readonly name: string;
  readonly kind: 'kommune' | 'it-dienstleister' | 'betreiber';
}

/** What the doors of this context need from those who compose it. */
export interface FieldsDeps {
  readonly db: Database;
  readonly clock: Clock;
  readonly demo: boolean;
  /** The kinds of records; each context declares its own. */
  readonly kinds: readonly Datensatzart[];
  readonly reader: FieldsReader;
  readonly houseOf: (principal: Principal | null) => Promise<Haus | null>;
  /** The operator at the command line, acting for an organisation that it names. */
  readonly actingFor: (operator: Principal, organisation: string) => Promise<Result<Principal>>;
}
