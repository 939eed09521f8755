import type { Definition } from '../definition/definition-schema.ts';
import { isJsonObject, ownValue } from '../json.ts';
import { expressionOf, type InspectedExpression } from './inspected-expression.ts';

/** Something that can be chosen: fixed values, entries of a code list, or the rows of a parameter table. */
export type InspectedOptions =
  | {
      readonly kind: 'fixed';
      readonly options: readonly {
        readonly value: string;
        readonly place: string;
        readonly condition: InspectedExpression | null;
      }[];
    }
  | {
      readonly kind: 'list';
      readonly place: string;
      readonly entries: readonly { readonly value: string; readonly label: string }[];
      readonly condition: InspectedExpression | null;
    }
  | {
      readonly kind: 'table';
      readonly place: string;
      readonly table: string;
      readonly column: string;
      readonly condition: InspectedExpression | null;
    };

/** The options of a field as its author wrote them. */
export function inspectOptions(
  options: unknown,
  place: string,
  definition: Definition,
): InspectedOptions | null {
  if (Array.isArray(options))
    return {
      kind: 'fixed',
      options: options.flatMap((option, index) => fixed(option, `${place}[${index}]`)),
    };
  if (!isJsonObject(options)) return null;
  const condition = expressionOf(`${place}.condition`, ownValue(options, 'condition'));
  const [table, column, list] = ['from', 'value', 'list'].map((name) => ownValue(options, name));
  if (typeof list === 'string')
    return { kind: 'list', place, entries: definition.codeLists?.[list]?.entries ?? [], condition };
  if (typeof table !== 'string' || typeof column !== 'string') return null;
  return { kind: 'table', place, table, column, condition };
}

function fixed(option: unknown, place: string) {
  if (!isJsonObject(option)) return [];
  const condition = expressionOf(`${place}.condition`, ownValue(option, 'condition'));
  return [{ value: String(ownValue(option, 'value')), place, condition }];
}
