import type { ParameterDefinition, ParameterFact, ParameterValue, WirksamerWert } from '#efa/parameter';
import type { LocalDate } from '#kernel';

export type Schwere = 'fehler' | 'warnung' | 'hinweis';

/** Something wrong with a Kommune's values: where, what, and how it is mended. */
export interface Befund {
  readonly regel: Regel;
  readonly schwere: Schwere;
  /** The parameter; its row and column behind it where it is a table: `hundesteuer.2.betrag`. */
  readonly feld: string;
  /** The place in words. */
  readonly ort: string;
  readonly text: string;
  readonly abhilfe: string;
}

export type Regel =
  | 'fehlt'
  | 'abgelaufen'
  | 'widerspruch'
  | 'platzhalter'
  | 'adresse'
  | 'staffel'
  | 'zu-lang'
  | 'zu-schwer'
  | 'kontakt'
  | 'bezirke'
  | 'schicht';

/** What the rules look at: the values of one Kommune on a day. */
export interface Pruefling {
  readonly kommune: { readonly ags: string; readonly name: string };
  readonly date: LocalDate;
  readonly definitions: readonly ParameterDefinition[];
  readonly facts: readonly ParameterFact[];
  readonly wirksam: ReadonlyMap<string, WirksamerWert>;
  /** The Postleitzahlen of the Kommune; empty where they are not known. */
  readonly plz: readonly string[];
  readonly zuSchwer: (text: string) => string | null;
}

/** What the rules about one value alone look at. */
export interface Werte extends Pick<Pruefling, 'definitions' | 'kommune' | 'plz'> {
  readonly wirksam: ReadonlyMap<string, Pick<WirksamerWert, 'wert'>>;
}

/** One rule: pure, total, quick. */
export type Pruefregel = (pruefling: Pruefling) => readonly Befund[];

/** A text that stands somewhere in the values, with its place. */
export interface Textstelle {
  readonly definition: ParameterDefinition;
  readonly feld: string;
  readonly ort: string;
  readonly text: string;
}

/** Every text of the values, of tables cell by cell. */
export function textstellen({ definitions, wirksam }: Pruefling): readonly Textstelle[] {
  return definitions.flatMap((definition) => {
    const value = wirksam.get(definition.id)?.wert;
    return value === undefined ? [] : stellenIn(definition, value);
  });
}

function stellenIn(definition: ParameterDefinition, value: ParameterValue): readonly Textstelle[] {
  const { id, label, columns } = definition;
  if (typeof value === 'string') return [{ definition, feld: id, ort: `„${label}“`, text: value }];
  if (!Array.isArray(value)) return [];
  return value.flatMap((row: unknown, index): readonly Textstelle[] => {
    const ort = `„${label}“, Zeile ${index + 1}`;
    if (typeof row === 'string') return [{ definition, feld: `${id}.${index}`, ort, text: row }];
    if (typeof row !== 'object' || row === null) return [];
    return columns.flatMap((column) => {
      const cell: unknown = Object.entries(row).find(([name]) => name === column.id)?.[1];
      const feld = `${id}.${index}.${column.id}`;
      return typeof cell === 'string'
        ? [{ definition: column, feld, ort: `${ort}, „${column.label}“`, text: cell }]
        : [];
    });
  });
}
