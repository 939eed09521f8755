import type { Definition, FeeLine } from '../definition/definition-schema.ts';
import type { GroupField, SimpleField } from '../definition/field-schema.ts';
import type { ParameterDefinitions } from '../definition/parameter-schema.ts';
import type { Template } from '../expression/template.ts';
import type { ExprKind } from '../expression/types.ts';
import type { Env, Value } from '../expression/value.ts';
import type { Behaviour } from '../fields/behaviour.ts';
import type { Choices } from '../fields/choice-fields.ts';

/** A condition, ready to run. */
export type Test = (env: Env) => boolean;

export type InfoDefinition = Extract<SimpleField, { type: 'info' }>;
export type CalculatedDefinition = Extract<SimpleField, { type: 'calculated' }>;
export type InputDefinition = Exclude<SimpleField, InfoDefinition | CalculatedDefinition>;

interface Common {
  readonly id: string;
  readonly label: Template;
  readonly hint: Template | null;
  readonly condition: Test | null;
}

/** A field that people answer. Its value lies in `slot` of its row or of the form. */
export interface InputField extends Common {
  readonly kind: 'input';
  readonly definition: InputDefinition;
  readonly slot: number;
  readonly behaviour: Behaviour;
  readonly choices: Choices | null;
  readonly required: boolean | Test;
  readonly requiredMessage: Template | null;
  readonly invalidMessage: Template | null;
  readonly checks: readonly { readonly holds: Test; readonly message: Template }[];
}

export interface InfoField extends Common {
  readonly kind: 'info';
  readonly definition: InfoDefinition;
  readonly text: Template | null;
  readonly link: { readonly label: Template; readonly href: Template } | null;
}

export interface CalculatedField extends Common {
  readonly kind: 'calculated';
  readonly definition: CalculatedDefinition;
  readonly slot: number;
  readonly type: ExprKind;
  readonly run: (env: Env) => Value;
}

export type RowField = InputField | InfoField | CalculatedField;

export interface RepeatedGroup extends Common {
  readonly kind: 'group';
  readonly definition: GroupField;
  /** Which of the form's groups this is. */
  readonly index: number;
  readonly min: number;
  readonly max: number;
  readonly slots: number;
  readonly fields: readonly RowField[];
}

export type FormField = RowField | RepeatedGroup;

export interface FormPage {
  readonly id: string;
  readonly index: number;
  readonly title: Template;
  readonly lead: Template | null;
  readonly condition: Test | null;
  readonly exit: boolean;
  readonly fields: readonly FormField[];
}

export interface FormFeeLine {
  readonly definition: FeeLine;
  readonly label: Template;
  readonly condition: Test | null;
  readonly amount: (env: Env) => Value;
  /** Index of the group whose rows each give a line. */
  readonly group: number | null;
}

/** A proven form, compiled once and evaluated for every request. Immutable. */
export interface Form {
  readonly definition: Definition;
  readonly parameters: ParameterDefinitions;
  readonly title: Template;
  readonly pages: readonly FormPage[];
  readonly pageIndex: ReadonlyMap<string, number>;
  readonly fee: { readonly note: Template | null; readonly lines: readonly FormFeeLine[] } | null;
  readonly slots: number;
  readonly groups: number;
}
