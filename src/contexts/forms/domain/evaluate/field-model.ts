import type { InputDefinition } from '../compile/form.ts';
import type { Choice } from '../fields/choice-fields.ts';
import type { Json } from '../json.ts';

export interface InputModel {
  readonly kind: 'input';
  readonly name: string;
  readonly definition: InputDefinition;
  readonly label: string;
  readonly hint: string | null;
  readonly required: boolean;
  readonly answer: Json | undefined;
  /** What can be chosen now; empty for fields without choices. */
  readonly choices: readonly Choice[];
}

export interface InfoModel {
  readonly kind: 'info';
  readonly name: string;
  readonly style: 'text' | 'info' | 'warning';
  readonly label: string;
  readonly text: string | null;
  readonly link: { readonly label: string; readonly href: string } | null;
}

export interface CalculatedModel {
  readonly kind: 'calculated';
  readonly name: string;
  readonly label: string;
  readonly value: string;
}

export type RowFieldModel = InputModel | InfoModel | CalculatedModel;

export interface GroupModel {
  readonly kind: 'group';
  readonly name: string;
  readonly label: string;
  readonly hint: string | null;
  readonly item: string;
  readonly rows: readonly {
    readonly key: string;
    readonly title: string;
    readonly fields: readonly RowFieldModel[];
  }[];
  readonly canAdd: boolean;
  readonly canRemove: boolean;
}

export type FieldModel = RowFieldModel | GroupModel;
