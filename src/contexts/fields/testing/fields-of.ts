import type { Datensatzart, Feld } from '../domain/feld.ts';
import { mergeFields } from '../domain/merge-fields.ts';

/** The fields of a kind as declared, and own ones of an IT-Dienstleister beside them. */
export function fieldsOf(art: Datensatzart, own: readonly Feld[] = []): readonly Feld[] {
  return [...mergeFields(art, []), ...own];
}

/** An own field of an IT-Dienstleister; optional text unless something else is said. */
export function ownFeld(key: string, given: Partial<Feld> = {}): Feld {
  return {
    key,
    label: key,
    tooltip: '',
    hilfe: '',
    pflicht: false,
    zaehlt: false,
    gruppe: null,
    position: 90_000,
    typ: 'text',
    optionen: [],
    herkunft: 'anbieter',
    gueltigVon: null,
    gueltigBis: null,
    ...given,
  };
}
