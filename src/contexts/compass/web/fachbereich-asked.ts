import type { Catalogue } from '#catalogue';
import type { Fachbereich, Fachbereiche } from '../domain/fachbereich.ts';
import type { Person } from '../doors-deps.ts';
import type { Reader } from '../use-cases/editor.ts';

/** What the page of a Fachbereich shows. */
export interface AskedFachbereich {
  readonly reader: Reader;
  readonly fachbereich: Fachbereich;
  readonly all: Fachbereiche;
  readonly personen: readonly Person[];
  readonly catalogue: Catalogue;
  readonly beendet: boolean;
}
